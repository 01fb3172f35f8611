/*
 * The scheduler: every wait, lock hand-over, start of a thread and reading of the clock in the executive ends here. Two modes.
 *
 * Free. A thread of the executive is a host thread. nt_block() sleeps on the thread's futex word until nt_wake() or the deadline; lock
 * words are parked on directly. Time is CLOCK_MONOTONIC in 100 ns units since nt_init plus 60 s, so that drivers that subtract from it do
 * not wrap.
 *
 * Serial. One thread has the baton and runs; the others are ready, blocked, or outside (in a host call). The baton moves only in
 * nt_block(), nt_park() and nt_sched_point(), to a ready thread drawn by a generator seeded with nt_config.seed; so with the same calls the
 * same seed gives the same schedule (nt_sched_hash()). Time is a counter: every scheduling point adds 1 us, and when nobody is ready it
 * jumps to the next deadline. What comes from outside is let in at fixed places only: a thread that enters from a host call waits until
 * nobody else is ready; an interrupt counts from the moment its eventfd is readable at a scheduling point, which after a bus write is
 * before the write returns (bus/bus.h). The jump ahead is for somebody who waits: an adopted or started thread that is blocked. When only
 * service threads are, nobody does, and virtual time is paced by real time (nt_clock_pace), else a periodic timer would race while the
 * machine waits for its next command.
 *
 * Limits: a loop in driver code without any call makes no scheduling point; the clock thread (clock.c) ends such a loop as a hang.
 */
#include "nt/core.h"
#include <linux/futex.h>
#include <poll.h>
#include <sched.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define BOOT_TIME     (60 * NT_SECOND)
#define SERIAL_DATE   133801632000000000ull /* 2025-01-01 UTC: equal seeds see equal dates */
#define POINT_UNITS   10                    /* 1 us */
#define SWITCH_ONE_IN 4                     /* a scheduling point hands the baton on with this chance */
#define PATIENCE      20000                 /* scheduling points a thread from outside waits at most */
#define WAKES         32

static struct {
	bool serial;
	pthread_mutex_t lock;
	struct list threads;
	uint64_t mono_base, wall_base;
	/* futex words to wake when the lock is dropped */
	_Atomic uint32_t *wakes[WAKES];
	unsigned wake_count;
	/* serial */
	struct nt_thread *baton;
	_Atomic uint64_t now;
	uint64_t rng, hash;
	unsigned external_waits;
} s = {.lock = PTHREAD_MUTEX_INITIALIZER};
_Atomic uint64_t nt_sched_points;
__thread struct nt_thread *nt_self_tls;

long nt_futex(_Atomic uint32_t *word, int op, uint32_t value, const struct timespec *until)
{
	return syscall(SYS_futex, word, op | FUTEX_PRIVATE_FLAG, value, until, NULL, FUTEX_BITSET_MATCH_ANY) < 0 ? -errno : 0;
}

bool nt_serial(void)
{
	return s.serial;
}

struct list *nt_threads(void)
{
	return &s.threads;
}

/* ---- clock */
uint64_t nt_time_100ns(void)
{
	return s.serial ? atomic_load_explicit(&s.now, memory_order_relaxed) : BOOT_TIME + (clock_mono_ns() - s.mono_base) / 100;
}

uint64_t nt_system_time_100ns(void)
{
	return s.wall_base + nt_time_100ns();
}

uint64_t nt_deadline_of(const LARGE_INTEGER *timeout)
{
	if (!timeout)
		return NT_FOREVER;
	int64_t v = timeout->QuadPart;
	if (v == 0)
		return 0; /* look, don't wait: no need of the clock */
	if (v <= 0) {     /* relative; -v of the most negative number stays itself as unsigned */
		uint64_t now = nt_time_100ns(), d = now + (0 - (uint64_t)v);
		return d < now ? NT_FOREVER : d;
	}
	return (uint64_t)v > s.wall_base ? (uint64_t)v - s.wall_base : 0;
}

static struct timespec host_time(uint64_t deadline)
{
	uint64_t ns = s.mono_base + (deadline > BOOT_TIME ? deadline - BOOT_TIME : 0) * 100;
	return (struct timespec){.tv_sec = (time_t)(ns / 1000000000u), .tv_nsec = (long)(ns % 1000000000u)};
}

/* ---- the dispatcher lock */
void nt_lock(void)
{
	pthread_mutex_lock(&s.lock);
}

static void wake_word(_Atomic uint32_t *word)
{
	if (s.wake_count < WAKES)
		s.wakes[s.wake_count++] = word;
	else
		nt_futex(word, FUTEX_WAKE, INT32_MAX, NULL);
}

void nt_unlock(void)
{
	_Atomic uint32_t *wakes[WAKES];
	unsigned n = s.wake_count;

	for (unsigned i = 0; i < n; i++)
		wakes[i] = s.wakes[i];
	s.wake_count = 0;
	pthread_mutex_unlock(&s.lock);
	for (unsigned i = 0; i < n; i++) /* a word of a thread that ended meanwhile: the kernel finds nobody there */
		nt_futex(wakes[i], FUTEX_WAKE, INT32_MAX, NULL);
}

/* ---- serial mode */
static uint64_t draw(void)
{
	s.rng += 0x9e3779b97f4a7c15ull; /* splitmix64 */
	uint64_t z = s.rng;
	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
	return z ^ (z >> 31);
}

static void note(const struct nt_thread *t, char what)
{
	s.hash = (s.hash ^ (t->id << 8 | (uint8_t)what)) * 1099511628211ull;
	s.hash = (s.hash ^ (uint64_t)t->cpu) * 1099511628211ull;
}

uint64_t nt_sched_hash(void)
{
	return s.hash;
}

static void give(struct nt_thread *t)
{
	s.baton = t;
	t->state = NT_RUNNING;
	t->external = false;
	note(t, 'R');
	atomic_store(&t->go, 1);
	wake_word(&t->go);
}

static struct nt_thread *pick(bool external)
{
	unsigned n = 0;
	list_each(l, &s.threads)
	{
		const struct nt_thread *t = base_container_of(l, struct nt_thread, link);
		n += t->state == NT_READY && t->external == external;
	}
	if (!n)
		return NULL;
	n = (unsigned)(draw() % n);
	list_each(l, &s.threads)
	{
		struct nt_thread *t = base_container_of(l, struct nt_thread, link);
		if (t->state == NT_READY && t->external == external && n-- == 0)
			return t;
	}
	return NULL;
}

static void expire(void)
{
	list_each(l, &s.threads)
	{
		struct nt_thread *t = base_container_of(l, struct nt_thread, link);
		if (t->state == NT_BLOCKED && t->deadline <= s.now) {
			t->timed_out = true;
			t->state = NT_READY;
		}
	}
}

/* The earliest thing that time brings: a deadline, or a callback that takes longer than it may. */
static uint64_t next_deadline(struct nt_thread **over)
{
	uint64_t d = NT_FOREVER;
	*over = NULL;
	list_each(l, &s.threads)
	{
		struct nt_thread *t = base_container_of(l, struct nt_thread, link);
		if (t->state != NT_BLOCKED)
			continue;
		if (t->deadline < d) {
			d = t->deadline;
			*over = NULL;
		}
		for (unsigned i = 0; i < t->callback_depth && i < NT_CALLBACKS; i++)
			if (t->callbacks[i].deadline < d) {
				d = t->callbacks[i].deadline;
				*over = t;
			}
	}
	return d;
}

static bool somebody_waits(void)
{
	list_each(l, &s.threads)
	{
		const struct nt_thread *t = base_container_of(l, struct nt_thread, link);
		if (t->state == NT_BLOCKED && !t->background && (t->kind == NT_ADOPTED || t->kind == NT_STARTED))
			return true;
	}
	return false;
}

static void set_now(uint64_t now)
{
	if (now > s.now)
		s.now = now;
	expire();
}

/* Nobody has the baton: finds who gets it. Leaves it with nobody when only the outside can go on. */
static void next(void)
{
	struct nt_thread *t, *over;

	s.baton = NULL;
	for (;;) {
		nt_interrupt_poll();
		t = pick(false);
		if (!t)
			t = pick(true);
		if (t) {
			give(t);
			return;
		}
		uint64_t d = next_deadline(&over);
		if (d == NT_FOREVER)
			return;
		if (d > s.now && !somebody_waits()) {
			nt_clock_pace(d);
			return;
		}
		if (over) {
			s.now = d;
			nt_hang(over, "did not return");
			return;
		}
		set_now(d);
	}
}

/* nt_clock_pace's deadline has come in real time. */
void nt_sched_paced(uint64_t now)
{
	nt_lock();
	if (!s.baton && s.serial) {
		set_now(now);
		next();
	}
	nt_unlock();
	nt_kuser_update();
}

static void await_baton(struct nt_thread *t)
{
	while (!atomic_load(&t->go))
		nt_futex(&t->go, FUTEX_WAIT_BITSET, 0, NULL);
	nt_kuser_update();
}

/* ---- blocking */
static bool killed(const struct nt_thread *t)
{
	return atomic_load_explicit(&t->kill, memory_order_relaxed) && t->can_jump && !t->no_kill;
}

void nt_check_kill(void)
{
	struct nt_thread *t = nt_self();
	if (t && killed(t)) {
		nt_unlock();
		_longjmp(t->exit_jump, 1);
	}
}

bool nt_block(uint64_t deadline, const char *why)
{
	struct nt_thread *t = nt_self_checked(why);

	if (killed(t))
		return false;
	t->woken = t->timed_out = false;
	t->deadline = deadline;
	atomic_store(&t->why, why);
	atomic_store(&t->go, 0);
	t->state = NT_BLOCKED;
	if (s.serial) {
		note(t, 'B');
		next();
		nt_unlock();
		await_baton(t);
		nt_lock();
	} else {
		struct timespec until = host_time(deadline);
		bool bounded = deadline < nt_time_100ns() + 1000000ull * NT_SECOND; /* 11 days: longer is for ever */
		nt_unlock();
		while (!atomic_load(&t->go))
			if (nt_futex(&t->go, FUTEX_WAIT_BITSET, 0, bounded ? &until : NULL) == -ETIMEDOUT)
				break;
		nt_lock();
		t->state = NT_RUNNING;
		if (atomic_load_explicit(&t->callback_depth, memory_order_relaxed))
			nt_clock_poke();
	}
	t->deadline = NT_FOREVER;
	atomic_store(&t->why, NULL);
	return t->woken;
}

void nt_wake(struct nt_thread *t)
{
	if (t->woken || t->state != NT_BLOCKED)
		return;
	t->woken = true;
	if (!s.serial) {
		atomic_store(&t->go, 1);
		wake_word(&t->go);
		return;
	}
	t->state = NT_READY;
	t->deadline = NT_FOREVER;
	if (!s.baton)
		next();
}

/* ---- lock words. Serial mode: a thread parked on a word is blocked like any other; `why` is the word's kind, `park` its address. */
struct parked {
	struct list link;
	struct nt_thread *t;
	_Atomic uint32_t *word;
};
static struct list parked = {&parked, &parked};

void nt_park(_Atomic uint32_t *word, uint32_t value, const char *why)
{
	if (!s.serial) {
		struct nt_thread *t = nt_self();
		if (t)
			atomic_store(&t->why, why);
		nt_clock_poke(); /* a lock that never comes free is a hang */
		nt_futex(word, FUTEX_WAIT_BITSET, value, NULL);
		if (t)
			atomic_store(&t->why, NULL);
		return;
	}
	struct parked p = {.t = nt_self_checked(why), .word = word};
	nt_lock();
	if (atomic_load(word) == value) {
		list_add(&parked, &p.link);
		p.t->no_kill++;
		if (!nt_block(s.now + nt_hang_ms * NT_MS, why))
			nt_hang(p.t, "waited %u ms at %s for %s", nt_hang_ms, nt_irql_name(p.t->gs->pcr.Irql), why);
		p.t->no_kill--;
		list_del(&p.link);
	}
	nt_unlock();
}

void nt_unpark(_Atomic uint32_t *word, bool all)
{
	if (!s.serial) {
		nt_futex(word, FUTEX_WAKE, all ? INT32_MAX : 1, NULL);
		return;
	}
	nt_lock();
	list_each(l, &parked)
	{
		struct parked *p = base_container_of(l, struct parked, link);
		if (p->word == word)
			nt_wake(p->t);
	}
	nt_unlock();
}

/* ---- scheduling points */
static void point(struct nt_thread *t, uint64_t units, unsigned one_in)
{
	nt_lock();
	nt_sched_points++;
	s.now += units;
	expire();
	nt_interrupt_poll();
	struct nt_thread *to = NULL;
	if (draw() % one_in == 0) {
		to = pick(false);
		if (!to && ++s.external_waits > PATIENCE)
			to = pick(true);
	} else if (++s.external_waits > PATIENCE) {
		to = pick(true);
	}
	if (!to) {
		nt_unlock();
		nt_kuser_update();
		return;
	}
	if (to->external)
		s.external_waits = 0;
	t->state = NT_READY;
	atomic_store(&t->go, 0);
	give(to);
	nt_unlock();
	await_baton(t);
}

void nt_sched_point(void)
{
	struct nt_thread *t = nt_self();
	if (s.serial && t)
		point(t, POINT_UNITS, SWITCH_ONE_IN);
}

void nt_sched_advance(uint64_t units)
{
	struct nt_thread *t = nt_self();
	if (s.serial && t)
		point(t, units, 2);
}

void nt_sched_inline(uint64_t units)
{
	s.now += units;
}

void nt_yield(void)
{
	struct nt_thread *t = nt_self();
	if (s.serial && t)
		point(t, POINT_UNITS, 1);
	else
		sched_yield();
}

/* ---- interrupts. Free mode: the thread sleeps in poll. Serial mode: it counts as blocked, its host thread sleeps in poll too, but it
 * becomes ready only when nt_interrupt_poll sees the descriptor readable at a scheduling point; the poll matters when nobody has the baton,
 * to start the machine again. */
void nt_ready(struct nt_thread *t)
{
	if (t->state == NT_BLOCKED) {
		t->woken = true;
		t->state = NT_READY;
	}
}

bool nt_block_on_fd(int fd, const char *why)
{
	struct nt_thread *t = nt_self_checked(why);
	struct pollfd p = {.fd = fd, .events = POLLIN};

	nt_lock();
	if (killed(t)) {
		nt_unlock();
		return false;
	}
	atomic_store(&t->why, why);
	t->deadline = NT_FOREVER;
	t->woken = t->timed_out = false;
	atomic_store(&t->go, 0);
	t->state = NT_BLOCKED;
	if (s.serial) {
		note(t, 'I');
		next();
	}
	nt_unlock();
	while (poll(&p, 1, -1) < 0 && errno == EINTR)
		if (atomic_load(&t->kill) || atomic_load(&t->go))
			break;
	if (s.serial) {
		nt_lock();
		if (!s.baton)
			next();
		nt_unlock();
		await_baton(t);
	}
	nt_lock();
	t->state = NT_RUNNING;
	atomic_store(&t->why, NULL);
	bool end = killed(t);
	nt_unlock();
	return !end;
}

void nt_sched_started(struct nt_thread *t)
{
	if (s.serial)
		await_baton(t);
}

/* ---- coming and going */
void nt_sched_enter(struct nt_thread *t, bool external)
{
	bool self = t == nt_self();

	nt_lock();
	list_add(&s.threads, &t->link);
	t->in_list = true;
	t->deadline = NT_FOREVER;
	if (!s.serial) {
		t->state = NT_RUNNING;
		nt_unlock();
		return;
	}
	t->state = NT_READY;
	t->external = external;
	atomic_store(&t->go, 0);
	if (!s.baton)
		next();
	nt_unlock();
	if (self)
		await_baton(t);
}

void nt_sched_leave(struct nt_thread *t)
{
	nt_lock();
	if (t->in_list)
		list_del(&t->link);
	t->in_list = false;
	t->state = NT_GONE;
	if (s.serial) {
		note(t, 'X');
		if (s.baton == t)
			next();
	}
	nt_unlock();
}

void nt_outside_begin(void)
{
	struct nt_thread *t = nt_self();
	if (!s.serial || !t)
		return;
	nt_lock();
	t->state = NT_OUTSIDE;
	atomic_store(&t->go, 0);
	next();
	nt_unlock();
}

void nt_outside_end(void)
{
	struct nt_thread *t = nt_self();
	if (!s.serial || !t)
		return;
	nt_lock();
	t->state = NT_READY;
	t->external = true;
	if (!s.baton)
		next();
	nt_unlock();
	await_baton(t);
}

void nt_thread_background(void)
{
	struct nt_thread *t = nt_self();
	if (t)
		t->background = true;
}

void nt_sched_init(const struct nt_config *c)
{
	list_init(&s.threads);
	list_init(&parked);
	s.serial = c->serial;
	s.baton = NULL;
	s.wake_count = 0;
	s.rng = c->seed * 0x9e3779b97f4a7c15ull + 1;
	s.hash = 14695981039346656037ull;
	s.external_waits = 0;
	s.mono_base = clock_mono_ns();
	s.now = BOOT_TIME;
	s.wall_base = (s.serial ? SERIAL_DATE : clock_wall_100ns()) - BOOT_TIME;
	nt_sched_points = 0;
}

void nt_sched_exit(void)
{
	s.serial = false;
	s.baton = NULL;
}
