/* The life of a binding's offload, its thread, and the way of events to the lab. See offload.h. */
#include "tcpip/offload.h"
#include "nt/core.h"
#include <poll.h>
#include <string.h>
#include <unistd.h>

#define NO_COOKIE 0xffffffffu
#define POOL_TAG  0x6f506354u /* TcPo */
#define MS        10000ll

void offload_wake(struct offload *o)
{
	const uint64_t one = 1;
	if (write((int)(MACHINE_FD_CONN + o->port.nic), &one, sizeof one) < 0)
		return; /* full: it is awake */
}
static bool flush(struct offload *o) /* under lock */
{
	while (o->later && !conn_machine_event(&o->port, &o->later->cell)) {
		struct event_later *l = o->later;
		o->later = l->next;
		if (!o->later)
			o->later_end = &o->later;
		stack_free(l);
	}
	return !o->later;
}
void offload_event(struct offload *o, const struct conn_cell *e)
{
	if (flush(o) && !conn_machine_event(&o->port, e))
		return;
	struct event_later *l = stack_alloc(sizeof *l);
	if (!l)
		return; /* no memory: the lab's ledger and time-outs find it */
	l->cell = *e;
	if (!o->later)
		offload_wake(o); /* the thread tries again until the lab has made room */
	*o->later_end = l;
	o->later_end = &l->next;
}
struct oconn *offload_find(struct offload *o, uint32_t slot, uint32_t generation)
{
	struct oconn *c = slot < o->port.slots ? o->by_slot[slot] : NULL;
	return c && c->generation == generation ? c : NULL;
}

/* ---- commands */
static void go_down(struct offload *o, const struct conn_cell *cell)
{
	const struct conn_state *s = conn_machine_state(&o->port, cell->slot);
	KIRQL old;
	KeAcquireSpinLock(&o->lock, &old);
	if (cell->flags & CONN_END)
		o->down_now = true;
	if (s && !o->by_slot[cell->slot]) {
		struct oconn *c = stack_alloc(sizeof *c);
		if (c) {
			c->o = o;
			c->slot = cell->slot;
			c->generation = cell->generation;
			c->state = *s;
			o->by_slot[c->slot] = c;
			list_add(&o->down, &c->wait);
			o->downs++;
			s = NULL;
		}
	}
	if (s) {
		const struct conn_cell e = {.what = EV_OFFLOADED,
		                            .slot = cell->slot,
		                            .generation = cell->generation,
		                            .status = (uint32_t)NDIS_STATUS_RESOURCES};
		offload_event(o, &e);
	}
	KeReleaseSpinLock(&o->lock, old);
}
static void go_up(struct offload *o, const struct conn_cell *cell)
{
	struct conn_table *t = &o->b->connections;
	bool up = false;
	KIRQL old;
	KeAcquireSpinLock(&o->lock, &old);
	struct oconn *c = offload_find(o, cell->slot, cell->generation);
	if (c && !c->base.table) { /* it has not gone down yet */
		const struct conn_cell e = {.what = EV_OFFLOADED,
		                            .slot = cell->slot,
		                            .generation = cell->generation,
		                            .status = (uint32_t)NDIS_STATUS_UPLOAD_IN_PROGRESS};
		list_del(&c->wait);
		o->downs--;
		offload_event(o, &e);
		offload_forget(o, c);
		stack_free(c);
	} else if (c) {
		c->told = true;
		up = conn_upload(t, &c->base);
	}
	KeReleaseSpinLock(&o->lock, old);
	if (up)
		offload_terminate(&c->base);
}
static bool serve(struct offload *o)
{
	struct conn_cell cell;
	bool any = false;
	KIRQL old;
	for (unsigned i = 0; i < CONN_CELLS && conn_machine_command(&o->port, &cell); i++) {
		any = true;
		switch (cell.what) {
		case CMD_OFFLOAD:
			go_down(o, &cell);
			break;
		case CMD_UPLOAD:
			go_up(o, &cell);
			break;
		case CMD_SEND:
		case CMD_RECEIVE:
		case CMD_RETURN:
		case CMD_DISCONNECT:
		case CMD_FORWARD:
			offload_command_io(o, &cell);
			break;
		default:
			stack_note(o->b, "connections", "host stack: command %u of the lab is not there yet", cell.what);
			break;
		}
	}
	any |= offload_rearm(o);
	any |= offload_go_up(o);
	any |= offload_go_down(o);
	KeAcquireSpinLock(&o->lock, &old);
	flush(o);
	KeReleaseSpinLock(&o->lock, old);
	if (any)
		conn_machine_kick(&o->port);
	return any;
}
static void run(void *arg)
{
	struct offload *o = arg;
	const int fd = (int)(MACHINE_FD_CONN + o->port.nic);
	uint64_t count;
	nt_thread_background();
	while (!atomic_load(&o->stop)) {
		if (serve(o)) {
			nt_sched_point();
			continue;
		}
		if (o->later) { /* the lab does not take its events: look again soon */
			LARGE_INTEGER soon = {.QuadPart = -1 * MS};
			KeDelayExecutionThread(KernelMode, FALSE, &soon);
		} else if (conn_machine_idle(&o->port) && !atomic_load(&o->stop)) {
			struct pollfd p = {.fd = fd, .events = POLLIN};
			nt_outside_begin();
			poll(&p, 1, -1);
			nt_outside_end();
		}
		conn_machine_awake(&o->port);
		if (read(fd, &count, sizeof count) < 0)
			continue;
	}
	atomic_store(&o->ended, true);
}

/* ---- life */
static void release(struct binding *b)
{
	struct offload *o = b->offload;
	for (uint32_t i = 0; o->by_slot && i < o->port.slots; i++)
		stack_free(o->by_slot[i]);
	list_each(l, &o->routes)
	{
		stack_free(base_container_of(l, struct route, link));
	}
	list_each(l, &o->hops)
	{
		stack_free(base_container_of(l, struct hop, link));
	}
	stack_free(o->initiate.memory);
	stack_free(o->terminate.memory);
	stack_free(o->leftovers.memory);
	b->offload = NULL;
	b->connections.terminate = NULL;
	if (o->pool)
		NdisFreeNetBufferListPool(o->pool);
	stack_free(o->cookie);
	stack_free(o->by_slot);
	while (o->later) {
		struct event_later *l = o->later;
		o->later = l->next;
		stack_free(l);
	}
	stack_free(o);
}
NDIS_STATUS offload_open(struct binding *b)
{
	struct conn_machine port;
	conn_machine_init(&port, b->trace_nic);
	if (!port.shared)
		return NDIS_STATUS_SUCCESS;
	struct offload *o = stack_alloc(sizeof *o);
	if (!o)
		return NDIS_STATUS_RESOURCES;
	NET_BUFFER_LIST_POOL_PARAMETERS p = {.Header = {NDIS_OBJECT_TYPE_DEFAULT, NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1,
	                                                NDIS_SIZEOF_NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1},
	                                     .ProtocolId = NDIS_PROTOCOL_ID_TCP_IP,
	                                     .fAllocateNetBuffer = TRUE,
	                                     .PoolTag = POOL_TAG};
	o->b = b;
	o->port = port;
	KeInitializeSpinLock(&o->lock);
	list_init(&o->hops);
	list_init(&o->routes);
	list_init(&o->down);
	list_init(&o->up);
	list_init(&o->refused);
	o->cookies = OFFLOAD_COOKIES;
	o->later_end = &o->later;
	o->pool = NdisAllocateNetBufferListPool(b->ndis, &p);
	o->by_slot = stack_alloc(port.slots * sizeof *o->by_slot);
	o->cookie = stack_alloc(OFFLOAD_COOKIES * sizeof *o->cookie);
	b->offload = o;
	if (!o->pool || !o->by_slot || !o->cookie) {
		release(b);
		return NDIS_STATUS_RESOURCES;
	}
	for (uint32_t i = 0; i < OFFLOAD_COOKIES; i++)
		o->cookie[i].next = i + 1 < OFFLOAD_COOKIES ? i + 1 : NO_COOKIE;
	b->connections.terminate = offload_terminate;
	o->thread = nt_thread_start("connections", run, o);
	if (!o->thread) {
		release(b);
		return NDIS_STATUS_RESOURCES;
	}
	return NDIS_STATUS_SUCCESS;
}
static bool empty(struct offload *o)
{
	KIRQL old;
	KeAcquireSpinLock(&o->lock, &old);
	const bool none = !o->initiating && !o->terminating && !o->leftovers.memory && list_empty(&o->down) && list_empty(&o->up) &&
	                  list_empty(&o->routes) && list_empty(&o->hops);
	KeReleaseSpinLock(&o->lock, old);
	return none && !conn_offloaded(&o->b->connections);
}
bool offload_drain(struct binding *b)
{
	struct offload *o = b->offload;
	LARGE_INTEGER wait = {.QuadPart = -1 * MS};
	KIRQL old;
	if (!o)
		return true;
	KeAcquireSpinLock(&o->lock, &old);
	o->shut = true;
	KeReleaseSpinLock(&o->lock, old);
	for (unsigned ms = 0; ms < OFFLOAD_DRAIN_MS; ms++) {
		conn_upload_all(&b->connections);
		offload_wake(o);
		if (empty(o))
			return true;
		KeDelayExecutionThread(KernelMode, FALSE, &wait);
	}
	stack_note(b, "connections", "host stack: %u connections have not come up in %u ms", conn_offloaded(&b->connections),
	           OFFLOAD_DRAIN_MS);
	return false;
}
void offload_restart(struct binding *b)
{
	struct offload *o = b->offload;
	KIRQL old;
	if (!o)
		return;
	KeAcquireSpinLock(&o->lock, &old);
	o->shut = false;
	KeReleaseSpinLock(&o->lock, old);
}
void offload_close(struct binding *b)
{
	struct offload *o = b->offload;
	if (!o)
		return;
	/* What the lab still has of the driver's memory goes back before the driver does; it gives it back when it has copied it. */
	for (const uint64_t until = clock_mono_ns() + 1000000000ull; clock_mono_ns() < until;) {
		unsigned out = 0;
		for (uint32_t i = 0; i < o->cookies; i++)
			out += o->cookie[i].nbl != NULL;
		if (!out)
			break;
		stack_real_wait();
	}
	atomic_store(&o->stop, true);
	offload_wake(o);
	stack_join(o->thread, &o->ended);
	if (offload_return_all(o))
		stack_note(b, "connections", "host stack: received data went back to the driver before the lab had copied it");
}
void offload_free(struct binding *b)
{
	if (b->offload)
		release(b);
}
void offload_can(struct binding *b)
{
	struct offload *o = b->offload;
	char why[120];
	if (!o)
		return;
	const uint32_t can = (view_may_offload(b, false, why, sizeof why) ? CONN_CAN_IP4 : 0) |
	                     (view_may_offload(b, true, why, sizeof why) ? CONN_CAN_IP6 : 0) | (b->phase != PHASE_ON ? CONN_CAN_PAUSED : 0);
	atomic_store(&o->port.shared->capacity,
	             b->connection_size >= offsetof(NDIS_TCP_CONNECTION_OFFLOAD, Flags) ? b->connection.TcpConnectionOffloadCapacity : 0);
	atomic_store(&o->port.shared->can, can);
}
json_t *offload_describe(const struct binding *b)
{
	const struct offload *o = b->offload;
	return !o ? NULL
	          : json_pack("{s:I,s:I,s:I,s:I,s:I,s:I,s:I}", "initiates", (json_int_t)o->initiates, "terminates",
	                      (json_int_t)o->terminates, "largest_initiate", (json_int_t)o->largest_initiate, "largest_terminate",
	                      (json_int_t)o->largest_terminate, "refused_indications", (json_int_t)o->refused_indications, "kicks",
	                      (json_int_t)o->port.shared->kicks, "wakes", (json_int_t)o->port.shared->wakes);
}
