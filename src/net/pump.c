/*
 * The netdev's thread: TAP <-> port.
 *
 *   out (Linux sends)     readv() from a TAP queue straight into a transmit slot of RAM, virtio-net header beside it, then port tx
 *   in  (Linux receives)  port rx, writev() of header and the frame's pieces where they lie in RAM, then port rx_done
 *
 * Frames that Linux has taken go back to the driver by the machine's thread, which a stream that only comes in would never wake: it is
 * woken when RETURNS of them wait, and RETURN_NS after the last. A driver has few buffers, and all of them must not lie here.
 *
 * Back-pressure: no free slot, and that queue of the TAP is not read (nor polled) until a slot comes back; the kernel queues up to
 * txqueuelen packets and TCP sees its own small-queue limit. The other way there is none: Linux takes or drops a frame at once, as from a
 * NIC.
 *
 * Sleep: after a turn without work the thread looks again for `spin` ns, then sleeps in poll() until the TAP or the machine has something.
 * `spin` doubles (to SPIN_MOST) when a sleep turned out shorter than a wake-up costs, and halves when it was longer, down to none: an idle
 * netdev wakes nobody.
 */
#include "net/internal.h"
#include "trace/capture.h"
#include "trace/trace.h"
#include <errno.h>
#include <linux/virtio_net.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/uio.h>
#include <unistd.h>

#define BATCH     32u
#define SPIN_MOST 50000u /* ns */
#define SHORT     30000u /* ns: a sleep shorter than this was not worth it */
#define RETURNS   16u    /* received frames that the machine is woken to take back at once */
#define RETURN_NS 500000 /* fewer of them wait so long: what Linux answers wakes it anyway */

#define ADD(n, what, by) atomic_fetch_add_explicit(&(n)->count.what, (by), memory_order_relaxed)

struct turn {
	bool blocked[PORT_QUEUES]; /* no slot */
	bool gone;                 /* the TAP itself says no (the netdev was deleted) */
};

/* A frame with its tag in it: the tag goes between the addresses and the rest. Returns the number of iovecs, 0: too short. */
static int put_tag(struct frame_info *info, struct iovec *iov, int n, uint8_t head[16])
{
	struct iovec all[PORT_PIECES + 2];
	size_t have = 0;
	int k = 0, m = 1;

	for (; k < n && have < 12; k++) {
		size_t take = iov[k].iov_len < 12 - have ? iov[k].iov_len : 12 - have;

		memcpy(head + have, iov[k].iov_base, take);
		have += take;
		if (take < iov[k].iov_len)
			all[m++] = (struct iovec){(char *)iov[k].iov_base + take, iov[k].iov_len - take};
	}
	if (have < 12)
		return 0;
	for (; k < n; k++)
		all[m++] = iov[k];
	head[12] = 0x81;
	head[13] = 0;
	head[14] = (uint8_t)(info->vlan >> 8);
	head[15] = (uint8_t)info->vlan;
	all[0] = (struct iovec){head, 16};
	memcpy(iov, all, (size_t)m * sizeof(*all));
	if (info->csum_start)
		info->csum_start = (uint16_t)(info->csum_start + 4);
	if (info->gso_type)
		info->hdr_len = (uint16_t)(info->hdr_len + 4);
	return m;
}
static bool receive(struct net *n, unsigned q)
{
	struct iovec iov[NET_IOV];
	struct frame_info info;
	uint32_t bytes, cookie;
	uint8_t head[16], headers[NET_VOUCH_BYTES];
	int fd = n->tap[q < atomic_load_explicit(&n->active, memory_order_relaxed) ? q : 0];
	unsigned did;

	for (did = 0; did < BATCH; did++) {
		int k = port_lab_rx(n->port, q, &info, &bytes, &cookie, iov + 1);
		bool drop = false;

		if (k <= 0)
			break;
		if (n->o.vlan && (!info.has_vlan || (info.vlan & 0xfff) != n->o.vlan)) {
			drop = true;
			ADD(n, vlan_dropped, 1);
		} else if (info.has_vlan && !n->o.vlan) {
			k = put_tag(&info, iov + 1, k, head);
			drop = k == 0;
		}
		if (!drop && atomic_load_explicit(&n->hold_count, memory_order_relaxed) && hold_in(n, &info, iov + 1, k, bytes)) {
			port_lab_rx_done(n->port, q, cookie);
			continue;
		}
		if (!drop) {
			capture_frame(CAPTURE_HOST_IN, &info, iov + 1, (unsigned)k, bytes + (info.has_vlan && !n->o.vlan ? 4 : 0));
			k = vouch(&info, iov + 1, k, bytes + (info.has_vlan && !n->o.vlan ? 4 : 0), headers);
			iov[0] = (struct iovec){&info, FRAME_VNET_BYTES};
			drop = writev(fd, iov, k + 1) < 0;
			if (drop)
				ADD(n, rx_dropped, 1);
		}
		if (!drop) {
			ADD(n, rx, 1);
			ADD(n, rx_bytes, bytes);
			ADD(n, gso_rx, info.gso_type != VIRTIO_NET_HDR_GSO_NONE);
		}
		port_lab_rx_done(n->port, q, cookie);
	}
	return did > 0;
}
static bool transmit(struct net *n, unsigned q, struct turn *t)
{
	struct frame_info info;
	unsigned did, slot;

	t->blocked[q] = false;
	for (did = 0; did < BATCH; did++) {
		void *memory = port_lab_slot(n->port, q, &slot);
		struct iovec iov[2] = {{&info, FRAME_VNET_BYTES}, {memory, PORT_SLOT_BYTES - PORT_HEADROOM}};
		ssize_t r;

		if (!memory) {
			t->blocked[q] = true;
			ADD(n, full, 1);
			break;
		}
		memset(&info, 0, sizeof(info));
		r = readv(n->tap[q], iov, 2);
		if (r <= (ssize_t)FRAME_VNET_BYTES) {
			port_lab_unslot(n->port, q, slot);
			if (r < 0 && errno != EAGAIN && errno != EINTR)
				t->gone = true;
			break;
		}
		r -= FRAME_VNET_BYTES;
		if (atomic_load_explicit(&n->hold_count, memory_order_relaxed))
			hold_out(n, memory, (uint32_t)r);
		if (n->o.vlan) {
			info.has_vlan = 1;
			info.vlan = (uint16_t)n->o.vlan;
		}
		capture_frame(CAPTURE_HOST_OUT, &info, iov + 1, 1, (size_t)r);
		if (port_lab_tx(n->port, q, slot, (uint32_t)r, &info)) {
			port_lab_unslot(n->port, q, slot);
			t->blocked[q] = true;
			break;
		}
		port_lab_kick(n->port);
		ADD(n, tx, 1);
		ADD(n, tx_bytes, (uint64_t)r);
		ADD(n, gso_tx, info.gso_type != VIRTIO_NET_HDR_GSO_NONE);
	}
	return did > 0;
}
bool pump_transmit_all(struct net *n)
{
	struct turn t = {0};
	bool blocked = false;

	for (unsigned q = 0; n->port && !n->port->broken && q < atomic_load(&n->active); q++) {
		while (transmit(n, q, &t) && !t.blocked[q])
			;
		blocked |= t.blocked[q];
	}
	return !blocked;
}
static void swallow(int fd)
{
	uint64_t v;

	while (read(fd, &v, sizeof(v)) == sizeof(v))
		;
}
/* Returns when there is something to do, or the end. */
static void sleep_for_work(struct net *n, struct turn *t, unsigned active)
{
	struct pollfd p[PORT_QUEUES + 2];
	unsigned count = 0;

	p[count++] = (struct pollfd){n->stop_fd, POLLIN, 0};
	p[count++] = (struct pollfd){n->port->broken ? -1 : n->port->wake_fd, POLLIN, 0};
	for (unsigned q = 0; q < active && !n->port->broken && !t->gone; q++)
		p[count++] = (struct pollfd){t->blocked[q] ? -1 : n->tap[q], POLLIN, 0};
	unsigned blocked = 0;

	for (unsigned q = 0; q < active; q++)
		blocked |= (unsigned)t->blocked[q] << q;
	if (!n->port->broken && !port_lab_idle(n->port, blocked)) {
		port_lab_awake(n->port);
		return;
	}
	const bool owed = !n->port->broken && port_lab_returns(n->port);
	if (!ppoll(p, count, owed ? &(struct timespec){.tv_nsec = RETURN_NS} : NULL, NULL))
		port_lab_kick(n->port);
	ADD(n, wakes, 1);
	if (p[0].revents) /* the end, or another number of queues */
		swallow(n->stop_fd);
	if (p[1].revents)
		swallow(n->port->wake_fd);
	if (!n->port->broken)
		port_lab_awake(n->port);
}
static void *pump(void *arg)
{
	struct net *n = arg;
	struct turn t = {0};
	uint64_t spin = SPIN_MOST / 4, quiet = 0;
	bool told = false;

	prctl(PR_SET_NAME, "flue-net");
	while (!atomic_load_explicit(&n->stop, memory_order_acquire)) {
		unsigned active = atomic_load_explicit(&n->active, memory_order_relaxed);
		bool did = false;
		uint64_t now, slept;

		t.gone = false;
		/* what the machine has is taken from every ring: the driver's receive queues need not be as many as ours */
		while (atomic_load_explicit(&n->frames_wanted, memory_order_relaxed)) /* the mutex alone would not let others in */
			sched_yield();
		pthread_mutex_lock(&n->frames);
		for (unsigned q = 0; q < n->port->queues && !n->port->broken; q++) {
			did |= receive(n, q);
			if (port_lab_returns(n->port) >= RETURNS)
				port_lab_kick(n->port);
			if (q < active)
				did |= transmit(n, q, &t);
		}
		pthread_mutex_unlock(&n->frames);
		if (n->port->broken && !told) {
			told = true;
			trace_textf(TRACE_FINDING, 0, "port", "%s", n->port->why);
			if (n->o.finding)
				n->o.finding(n->o.ctx, "port", n->port->why);
		}
		if (did) {
			ADD(n, turns, 1);
			quiet = 0;
			continue;
		}
		now = clock_mono_ns();
		if (!quiet)
			quiet = now;
		if (now - quiet < spin && !told) {
			for (int i = 0; i < 20; i++)
				__builtin_ia32_pause();
			continue;
		}
		sleep_for_work(n, &t, active);
		slept = clock_mono_ns() - now;
		spin = slept < SHORT ? (spin ? spin * 2 : 1000) : spin / 2;
		if (spin > SPIN_MOST)
			spin = SPIN_MOST;
		quiet = 0;
	}
	return NULL;
}
int pump_start(struct net *n, struct err *e)
{
	sigset_t all, old;
	int r;

	atomic_store(&n->stop, false);
	swallow(n->stop_fd);
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &old); /* signals are the lab's main thread's */
	r = pthread_create(&n->thread, NULL, pump, n);
	pthread_sigmask(SIG_SETMASK, &old, NULL);
	return r ? err_set(e, r, "no thread for the netdev: %s", strerror(r)) : 0;
}
void pump_stop(struct net *n)
{
	uint64_t one = 1;

	atomic_store_explicit(&n->stop, true, memory_order_release);
	if (write(n->stop_fd, &one, sizeof(one)) < 0)
		log_line(LOG_DEBUG, "stop: %s", strerror(errno));
	pthread_join(n->thread, NULL);
}
