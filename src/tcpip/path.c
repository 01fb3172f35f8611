/*
 * The data path of a binding: its life, and the thread that serves the port. See path.h.
 *
 * The thread sleeps on the port's eventfd. Whoever wants something of it (restart, a buffer that came back, the end) sets its flag and
 * writes that eventfd as the lab does.
 */
#include "tcpip/path.h"
#include <poll.h>
#include <time.h>
#include <unistd.h>

#define SPIN_NS   20000u /* before it sleeps: twice the cost of a wake-up across processes */
#define MS        10000ll
#define SETTLE_NS 1000000000ull

__thread struct path *path_sending;
unsigned tcpip_pause_ms = 3000;

void path_wake(struct path *p)
{
	const uint64_t one = 1;
	if (write((int)(MACHINE_FD_PORT + p->port.nic), &one, sizeof(one)) < 0)
		return; /* full: it is awake */
}

static bool serve(struct path *p)
{
	bool any = rx_serve(p);
	if (tx_serve(p))
		any = true;
	if (any)
		port_machine_kick_slots(&p->port);
	return any;
}

static bool spin(struct path *p)
{
	const uint64_t until = clock_mono_ns() + SPIN_NS;
	do {
		for (unsigned i = 0; i < 32; i++)
			__builtin_ia32_pause();
		nt_sched_point();
		if (atomic_load_explicit(&p->stop, memory_order_relaxed) || serve(p))
			return true;
	} while (clock_mono_ns() < until);
	return false;
}

static void path_thread(void *arg)
{
	struct path *p = arg;
	const int fd = (int)(MACHINE_FD_PORT + p->port.nic);
	nt_thread_background();
	while (!atomic_load(&p->stop)) {
		if (serve(p) || spin(p)) {
			nt_sched_point();
			continue;
		}
		/* A flag that is set behind this look finds the eventfd written. */
		if (port_machine_idle(&p->port, !tx_blocked(p)) && !atomic_load(&p->stop)) {
			struct pollfd f = {.fd = fd, .events = POLLIN};
			uint64_t n;
			nt_outside_begin();
			poll(&f, 1, -1);
			nt_outside_end();
			if (read(fd, &n, sizeof(n)) < 0)
				n = 0; /* taken by nobody else, or a signal: looked at again anyway */
		}
		port_machine_awake(&p->port);
	}
	atomic_store(&p->ended, true);
}

/* A moment of real time: what is waited for is outside of the machine (the lab, a thread in poll), where virtual time does not pass. */
void stack_real_wait(void)
{
	nt_outside_begin();
	nanosleep(&(struct timespec){.tv_nsec = 200000}, NULL);
	nt_outside_end();
}
void stack_join(struct nt_thread *t, const _Atomic bool *ended)
{
	while (!atomic_load(ended))
		stack_real_wait();
	nt_thread_join(t);
}

NDIS_STATUS path_open(struct binding *b)
{
	struct path *p = stack_alloc(sizeof(*p));
	if (!p)
		return NDIS_STATUS_RESOURCES;
	p->b = b;
	port_machine_init(&p->port, b->trace_nic);
	if (!p->port.shared || b->medium != NdisMedium802_3) {
		stack_free(p);
		return NDIS_STATUS_SUCCESS;
	}
	p->batch = PATH_BATCH;
	KeInitializeEvent(&p->idle, SynchronizationEvent, FALSE);
	KeInitializeSpinLock(&p->done_lock);
	KeInitializeSpinLock(&p->copy_lock);
	p->generation = 1;
	b->path = p;
	if (tx_open(p) == NDIS_STATUS_SUCCESS && rx_open(p) == NDIS_STATUS_SUCCESS)
		p->thread = nt_thread_start("port", path_thread, p);
	if (p->thread)
		return NDIS_STATUS_SUCCESS;
	path_stop(b);
	path_free(b);
	return NDIS_STATUS_RESOURCES;
}

void path_stop(struct binding *b)
{
	struct path *p = b->path;
	if (!p)
		return;
	atomic_store(&p->stop, true);
	if (p->thread) {
		path_wake(p);
		stack_join(p->thread, &p->ended);
		p->thread = NULL;
	}
	rx_force(p);
	if (!atomic_load(&p->sends))
		tx_close(p);
}

void path_free(struct binding *b)
{
	struct path *p = b->path;
	if (!p)
		return;
	b->path = NULL;
	if (atomic_load(&p->sends)) {
		/* The driver has our memory and may still complete it: a leak is better. NDIS has named the NBLs. */
		stack_note(b, "unbind", "host stack: %lld sends are still with the driver; their memory stays", (long long)p->sends);
		return;
	}
	rx_close(p);
	stack_free(p);
}

/* Waits until the batch that is under way, if it was built before now, is out. A driver that holds a lock of its own over the indication
 * which its send handler wants would wait for ever: a second is enough for any other. */
static void settle(struct path *p)
{
	const uint64_t batch = atomic_load(&p->sending);
	if (!batch || path_sending == p)
		return;
	for (const uint64_t until = clock_mono_ns() + SETTLE_NS; atomic_load(&p->sending) == batch;) {
		if (clock_mono_ns() > until) {
			stack_note(p->b, "send", "host stack: the driver's send handler does not return while it indicates a status");
			return;
		}
		__builtin_ia32_pause();
		nt_sched_point();
	}
}

void path_caps(struct binding *b)
{
	struct path *p = b->path;
	if (!p)
		return;
	atomic_fetch_add(&p->generation, 1);
	settle(p);
}

void path_restart(struct binding *b)
{
	struct path *p = b->path;
	if (!p)
		return;
	atomic_fetch_add(&p->generation, 1);
	atomic_store(&p->running, true);
	path_wake(p);
}

/* The driver's completions, in the scheduler's time. True: all came in time. */
static bool sends_drained(struct path *p)
{
	const uint64_t until = nt_time_100ns() + tcpip_pause_ms * MS;
	LARGE_INTEGER limit = {.QuadPart = -100 * MS};
	while (atomic_load(&p->sends) > 0) {
		if (nt_time_100ns() > until)
			return false;
		KeWaitForSingleObject(&p->idle, Executive, KernelMode, FALSE, &limit);
	}
	return true;
}

/* The lab's, in real time. */
static bool receives_drained(struct path *p)
{
	const uint64_t until = clock_mono_ns() + tcpip_pause_ms * 1000000ull;
	while (atomic_load(&p->receives) > 0) {
		if (clock_mono_ns() > until)
			return false;
		stack_real_wait();
	}
	return true;
}

void path_pause(struct binding *b)
{
	struct path *p = b->path;
	if (!p)
		return;
	atomic_store(&p->flush, true);
	atomic_store(&p->running, false);
	settle(p);
	if (!sends_drained(p))
		stack_note(b, "NetEventPause", "host stack: %lld sends did not come back within %u ms; the pause goes on without them",
		           (long long)p->sends, tcpip_pause_ms);
	if (!receives_drained(p)) {
		stack_note(b, "NetEventPause", "host stack: Linux still has %lld received NBLs after %u ms; they go back now",
		           (long long)p->receives, tcpip_pause_ms);
		rx_force(p);
	}
	atomic_store(&p->flush, false);
}
