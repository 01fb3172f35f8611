/*
 * Push locks: reader/writer locks of one pointer's size, not recursive, not fair. The word: bit 0 held exclusively, bit 1 somebody waits,
 * from bit 4 the number of shared holders. Drivers call macros of these names without Ex; the imports carry flags, which ask for nothing
 * here. https://learn.microsoft.com/windows-hardware/drivers/ddi/wdm/nf-wdm-exinitializepushlock
 */
#include "nt/core.h"

#define EXCLUSIVE 1ull
#define WAITERS   2ull
#define ONE       16ull

struct waiter {
	struct list link;
	struct nt_thread *t;
	ULONG_PTR *lock;
};
static struct list waiters = {&waiters, &waiters}; /* nt_lock */

static bool try_acquire(ULONG_PTR *lock, bool exclusive)
{
	ULONG_PTR v = __atomic_load_n(lock, __ATOMIC_RELAXED);
	do
		if (v & EXCLUSIVE || (exclusive && v >= ONE) ||
		    (!exclusive && v & WAITERS && v >= ONE)) /* a shared one waits behind those who wait */
			return false;
	while (!__atomic_compare_exchange_n(lock, &v, exclusive ? v | EXCLUSIVE : v + ONE, true, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED));
	return true;
}

static void note(struct nt_thread *t, const void *from, const void *to)
{
	for (unsigned i = 0; i < ARRAY_LEN(t->push_locks); i++)
		if (t->push_locks[i] == from) {
			t->push_locks[i] = to;
			return;
		}
}

static void acquire(ULONG_PTR *lock, bool exclusive, const char *name)
{
	struct waiter w = {.t = nt_self_checked(name), .lock = lock};

	if (!KeAreApcsDisabled() && nt_irql() < APC_LEVEL)
		nt_finding("critical region", "%s with normal kernel APCs enabled: call KeEnterCriticalRegion first", name);
	for (unsigned i = 0; i < ARRAY_LEN(w.t->push_locks); i++)
		if (w.t->push_locks[i] == lock)
			nt_crash_driver("hang", "%s on push lock %p, which this thread already holds: it would wait for ever", name,
			                (void *)lock);
	nt_sched_point();
	if (!try_acquire(lock, exclusive)) {
		nt_lock();
		for (;;) {
			__atomic_fetch_or(lock, WAITERS, __ATOMIC_SEQ_CST);
			if (try_acquire(lock, exclusive))
				break;
			list_add(&waiters, &w.link);
			nt_block(NT_FOREVER, "a push lock");
			list_del(&w.link);
			nt_check_kill();
		}
		nt_unlock();
	}
	note(w.t, NULL, lock);
}

static void release(ULONG_PTR *lock, bool exclusive, const char *name)
{
	ULONG_PTR v = __atomic_load_n(lock, __ATOMIC_RELAXED);

	note(nt_self_checked(name), lock, NULL);
	if (exclusive ? !(v & EXCLUSIVE) : v < ONE) {
		nt_finding("push lock", "%s on push lock %p, which is not held so", name, (void *)lock);
		return;
	}
	v = exclusive ? __atomic_fetch_and(lock, ~EXCLUSIVE, __ATOMIC_SEQ_CST) : __atomic_fetch_sub(lock, ONE, __ATOMIC_SEQ_CST);
	if (v & WAITERS && (exclusive || v < 2 * ONE)) {
		nt_lock();
		__atomic_fetch_and(lock, ~WAITERS, __ATOMIC_SEQ_CST); /* who still has to wait sets it again */
		list_each(l, &waiters)
		{
			struct waiter *w = base_container_of(l, struct waiter, link);
			if (w->lock == lock)
				nt_wake(w->t);
		}
		nt_unlock();
	}
	nt_sched_point();
}

void NTAPI ExInitializePushLock(PULONG_PTR PushLock)
{
	*PushLock = 0;
}

void NTAPI ExAcquirePushLockExclusiveEx(PULONG_PTR PushLock, ULONG Flags)
{
	acquire(PushLock, true, "ExAcquirePushLockExclusive");
}

void NTAPI ExAcquirePushLockSharedEx(PULONG_PTR PushLock, ULONG Flags)
{
	acquire(PushLock, false, "ExAcquirePushLockShared");
}

void NTAPI ExReleasePushLockExclusiveEx(PULONG_PTR PushLock, ULONG Flags)
{
	release(PushLock, true, "ExReleasePushLockExclusive");
}

void NTAPI ExReleasePushLockSharedEx(PULONG_PTR PushLock, ULONG Flags)
{
	release(PushLock, false, "ExReleasePushLockShared");
}
