/*
 * virtio-net, the device's turn: polling its queues, asking for notifications before it sleeps, and what a notification does.
 */
#include "hw/virtio_net/vnet.h"
#include <stdatomic.h>

static bool is_tx(const struct vnet *v, unsigned i)
{
	return i % 2 && !vnet_is_control(v, i) && v->queue[i].enabled;
}

static void ask_all(struct nic *n, bool kicks)
{
	struct vnet *v = nic_state(n);
	for (unsigned i = 0; i < vnet_queues(v); i++)
		if (v->queue[i].enabled)
			vnet_queue_ask(n, &v->queue[i], kicks && (i % 2 || vnet_is_control(v, i) || v->starved));
	v->armed = kicks;
}

bool vnet_poll(struct nic *n)
{
	struct vnet *v = nic_state(n);
	bool did = vnet_rx_poll(n);
	for (unsigned i = 0; i < vnet_queues(v) && vnet_running(v); i++)
		if (is_tx(v, i))
			did |= vnet_tx_poll(n, &v->queue[i]);
		else if (vnet_is_control(v, i) && v->queue[i].enabled)
			did |= vnet_control_poll(n, &v->queue[i]);
	if (did && v->armed && vnet_running(v))
		ask_all(n, false);
	return did;
}

/* Asks for notifications, then looks once more. */
bool vnet_idle(struct nic *n)
{
	struct vnet *v = nic_state(n);
	if (!vnet_running(v))
		return false;
	ask_all(n, true);
	atomic_thread_fence(memory_order_seq_cst);
	return vnet_poll(n);
}

void vnet_kick(struct nic *n, unsigned index)
{
	struct vnet *v = nic_state(n);
	if (index >= vnet_queues(v) || !v->queue[index].enabled || !vnet_running(v))
		return; /* the queues are looked at when the driver is ready (1.2, 3.1.1: it must not notify before) */
	struct vnet_queue *q = &v->queue[index];
	q->kicks++;
	/* serial mode: all there is, before the write is over */
	if (vnet_is_control(v, index))
		while (vnet_control_poll(n, q) && nic_serial(n))
			;
	else if (index % 2)
		while (vnet_tx_poll(n, q) && nic_serial(n))
			;
	else
		vnet_rx_poll(n);
}
