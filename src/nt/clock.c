/*
 * The clock thread: a host thread that is no thread of the executive. While driver code runs it wakes every 10 ms, brings KUSER_SHARED_DATA
 * up to date (drivers read it inline, in loops without a call) and looks for hangs:
 *
 *   a callback (nt_callback_begin) that exceeds its limit,
 *   a processor held at DISPATCH_LEVEL or above for nt_hang_ms by the same acquisition,
 *   serial mode: a thread that has the baton and burns nt_hang_ms of processor time without a scheduling point.
 *
 * When no driver code runs it sleeps until the earliest limit of a callback that waits, or for ever: an idle machine has no wake-ups.
 * Whoever enters driver code pokes it, which costs one load while it is awake.
 *
 * A hang ends the driver on the thread that hangs: it gets SIGUSR2, and the handler reports where it was.
 */
#include "nt/core.h"
#include <linux/futex.h>
#include <signal.h>
#include <stdio.h>
#include <time.h>

#define TICK_NS 10000000ull
#define INLINE_NS                                                                                                                          \
	200000000ull /* serial: processor time without a scheduling point after which virtual time moves anyhow, for loops that poll the   \
	                time */
#define HANG_SIGNAL SIGUSR2

unsigned nt_hang_ms = 5000;
static pthread_t host;
static bool running;
static _Atomic bool stop, asleep;
static _Atomic uint32_t word;
static _Atomic uint64_t pace_virtual = NT_FOREVER, pace_real = NT_FOREVER;
static _Atomic(struct nt_thread *) target;
static char target_text[256];
static uint64_t serial_points, serial_cpu, serial_moved;

static void on_signal(int sig, siginfo_t *info, void *context)
{
	(void)sig;
	(void)info;
	if (nt_self() && atomic_load(&target) == nt_self())
		nt_crash_hang(target_text, context);
}

void nt_hang(struct nt_thread *t, const char *fmt, ...)
{
	struct nt_thread *none = NULL;
	va_list ap;

	if (nt_crashed() || !atomic_compare_exchange_strong(&target, &none, t))
		return;
	va_start(ap, fmt);
	vsnprintf(target_text, sizeof target_text, fmt, ap);
	va_end(ap);
	pthread_kill(t->host, HANG_SIGNAL);
}

void nt_clock_poke(void)
{
	if (!atomic_load(&asleep))
		return;
	nt_kuser_update();
	atomic_store(&word, 1);
	nt_futex(&word, FUTEX_WAKE, 1, NULL);
}

void nt_clock_pace(uint64_t virtual_deadline)
{
	uint64_t now = nt_time_100ns();
	atomic_store(&pace_virtual, virtual_deadline);
	atomic_store(&pace_real, clock_mono_ns() + (virtual_deadline - now) * 100);
	atomic_store(&word, 1);
	nt_futex(&word, FUTEX_WAKE, 1, NULL);
}

static uint64_t cpu_time(const struct nt_thread *t)
{
	struct timespec ts;
	clockid_t id;
	if (pthread_getcpuclockid(t->host, &id) || clock_gettime(id, &ts))
		return 0;
	return (uint64_t)ts.tv_sec * 1000000000u + (uint64_t)ts.tv_nsec;
}

static void look_serial(const struct nt_thread *t)
{
	uint64_t points = nt_sched_points, cpu = cpu_time(t);

	if (points != serial_points || cpu < serial_cpu) {
		serial_points = points;
		serial_cpu = serial_moved = cpu;
		return;
	}
	if (cpu - serial_moved > INLINE_NS) {
		serial_moved = cpu;
		nt_sched_inline(INLINE_NS / 100);
		nt_kuser_update();
	}
	if (cpu - serial_cpu > nt_hang_ms * 1000000ull)
		nt_hang((struct nt_thread *)t, "looped for %u s at %s without a call", nt_hang_ms / 1000, nt_irql_name(t->gs->pcr.Irql));
}

/* True: driver code runs. `*limit`: earliest time a waiting callback is over its limit. */
static bool look(uint64_t *limit)
{
	uint64_t now = nt_time_100ns();
	bool active = false;

	*limit = NT_FOREVER;
	nt_lock();
	list_each(l, nt_threads())
	{
		struct nt_thread *t = base_container_of(l, struct nt_thread, link);
		unsigned depth = atomic_load(&t->callback_depth);
		if (!depth)
			continue;
		if (t->state == NT_RUNNING) {
			active = true;
			if (nt_serial())
				look_serial(t);
		}
		for (unsigned i = 0; i < depth && i < NT_CALLBACKS && !nt_serial(); i++) {
			const struct nt_callback *c = &t->callbacks[i];
			if (c->deadline <= now)
				nt_hang(t, "did not return within %u ms", c->limit_ms);
			else if (c->deadline < *limit)
				*limit = c->deadline;
		}
	}
	for (unsigned i = 0; i < nt_cpus_active && !nt_serial(); i++) {
		struct nt_cpu *c = &nt_cpus[i];
		struct nt_thread *owner = atomic_load(&c->owner);
		uint64_t taken = atomic_load(&c->taken);
		if (!owner || taken != c->seen_taken) {
			c->seen_taken = taken;
			c->seen_time = now;
		} else if (now - c->seen_time > nt_hang_ms * NT_MS && owner->in_list) {
			const char *why = atomic_load(&owner->why);
			nt_hang(owner, "held processor %u at %s for %u ms%s%s", i, nt_irql_name(owner->gs->pcr.Irql), nt_hang_ms,
			        why ? ", waiting for " : "", why ? why : "");
		}
		active |= owner != NULL;
	}
	nt_unlock();
	return active;
}

static void sleep_until(uint64_t mono_ns)
{
	struct timespec t = {.tv_sec = (time_t)(mono_ns / 1000000000u), .tv_nsec = (long)(mono_ns % 1000000000u)};
	nt_futex(&word, FUTEX_WAIT_BITSET, 0, mono_ns == NT_FOREVER ? NULL : &t);
}

static uint64_t earliest(uint64_t limit)
{
	uint64_t real = atomic_load(&pace_real), now = nt_time_100ns();
	if (limit == NT_FOREVER)
		return real;
	uint64_t at = clock_mono_ns() + (limit > now ? limit - now : 0) * 100;
	return at < real ? at : real;
}

static void *run(void *arg)
{
	uint64_t limit;

	(void)arg;
	while (!atomic_load(&stop)) {
		atomic_store(&word, 0);
		uint64_t real = atomic_load(&pace_real);
		if (real <= clock_mono_ns()) {
			uint64_t at = atomic_load(&pace_virtual);
			if (atomic_compare_exchange_strong(&pace_real, &real, NT_FOREVER))
				nt_sched_paced(at);
		}
		nt_crash_watch();
		if (look(&limit) || nt_crashed()) {
			nt_kuser_update();
			uint64_t tick = clock_mono_ns() + TICK_NS, e = earliest(NT_FOREVER);
			sleep_until(e < tick ? e : tick);
			continue;
		}
		atomic_store(&asleep, true);
		if (!look(&limit) && !atomic_load(&stop))
			sleep_until(earliest(limit));
		atomic_store(&asleep, false);
	}
	return NULL;
}

void nt_clock_init(void)
{
	struct sigaction sa = {.sa_sigaction = on_signal, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART};
	pthread_attr_t attr;
	sigset_t all, old;

	sigaction(HANG_SIGNAL, &sa, NULL);
	atomic_store(&stop, false);
	atomic_store(&target, NULL);
	atomic_store(&pace_real, NT_FOREVER);
	serial_points = serial_cpu = serial_moved = 0;
	sigfillset(&all);
	pthread_attr_init(&attr);
	pthread_attr_setstacksize(&attr, 128u << 10);
	pthread_sigmask(SIG_BLOCK, &all, &old);
	running = pthread_create(&host, &attr, run, NULL) == 0;
	pthread_sigmask(SIG_SETMASK, &old, NULL);
	pthread_attr_destroy(&attr);
}

void nt_clock_exit(void)
{
	if (!running)
		return;
	atomic_store(&stop, true);
	atomic_store(&word, 1);
	nt_futex(&word, FUTEX_WAKE, 1, NULL);
	pthread_join(host, NULL);
	running = false;
}
