/*
 * Fast and guarded mutexes: a count and an event in the driver's memory. FAST_MUTEX is set up inline by drivers (Count 1, Event a
 * synchronization event), so that form is the contract. Count is 1 when free and counts contenders below zero; a releaser that sees one
 * sets the event.
 *
 * ExAcquireFastMutex holds the thread at APC_LEVEL, a guarded mutex in a guarded region. Acquiring one's own again would never end: it is
 * told at once.
 */
#include "nt/core.h"
#include <string.h>

static void acquire(PFAST_MUTEX m, const char *name)
{
	struct nt_thread *t = nt_self_checked(name);

	nt_sched_point();
	if (m->Owner == t->object)
		nt_crash_driver("hang", "%s on mutex %p, which this thread already owns: it would wait for ever", name, (void *)m);
	if (__atomic_sub_fetch(&m->Count, 1, __ATOMIC_ACQUIRE) != 0) {
		m->Contention++;
		nt_wait_one(&m->Event, NT_FOREVER, "a fast mutex");
	}
	m->Owner = t->object;
}

static bool try_acquire(PFAST_MUTEX m)
{
	LONG one = 1;
	if (!__atomic_compare_exchange_n(&m->Count, &one, 0, false, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED))
		return false;
	m->Owner = nt_self_checked("a mutex")->object;
	return true;
}

static void release(PFAST_MUTEX m, const char *name)
{
	if (m->Owner != nt_self_checked(name)->object)
		nt_finding("mutex", "%s on mutex %p, which this thread does not own", name, (void *)m);
	m->Owner = NULL;
	if (__atomic_add_fetch(&m->Count, 1, __ATOMIC_RELEASE) <= 0)
		KeSetEvent(&m->Event, 0, FALSE);
}

void NTAPI ExAcquireFastMutex(PFAST_MUTEX FastMutex)
{
	KIRQL old = nt_raise(APC_LEVEL);
	acquire(FastMutex, "ExAcquireFastMutex");
	FastMutex->OldIrql = old;
}

void NTAPI ExReleaseFastMutex(PFAST_MUTEX FastMutex)
{
	KIRQL old = (KIRQL)FastMutex->OldIrql;
	release(FastMutex, "ExReleaseFastMutex");
	nt_lower(old);
}

BOOLEAN NTAPI ExTryToAcquireFastMutex(PFAST_MUTEX FastMutex)
{
	KIRQL old = nt_raise(APC_LEVEL);
	if (!try_acquire(FastMutex)) {
		nt_lower(old);
		return FALSE;
	}
	FastMutex->OldIrql = old;
	return TRUE;
}

static void check_region(const char *name)
{
	if (!KeAreApcsDisabled() && nt_irql() < APC_LEVEL)
		nt_finding("critical region", "%s with APCs enabled: enter a critical region first", name);
}

void NTAPI ExAcquireFastMutexUnsafe(PFAST_MUTEX FastMutex)
{
	check_region("ExAcquireFastMutexUnsafe");
	acquire(FastMutex, "ExAcquireFastMutexUnsafe");
}

void NTAPI ExReleaseFastMutexUnsafe(PFAST_MUTEX FastMutex)
{
	release(FastMutex, "ExReleaseFastMutexUnsafe");
}

void NTAPI KeInitializeGuardedMutex(PKGUARDED_MUTEX Mutex)
{
	memset(Mutex, 0, sizeof *Mutex);
	Mutex->Count = 1;
	KeInitializeEvent(&Mutex->Event, SynchronizationEvent, FALSE);
}

void NTAPI KeAcquireGuardedMutex(PKGUARDED_MUTEX Mutex)
{
	KeEnterGuardedRegion();
	acquire(Mutex, "KeAcquireGuardedMutex");
}

void NTAPI KeReleaseGuardedMutex(PKGUARDED_MUTEX Mutex)
{
	release(Mutex, "KeReleaseGuardedMutex");
	KeLeaveGuardedRegion();
}

BOOLEAN NTAPI KeTryToAcquireGuardedMutex(PKGUARDED_MUTEX Mutex)
{
	KeEnterGuardedRegion();
	if (try_acquire(Mutex))
		return TRUE;
	KeLeaveGuardedRegion();
	return FALSE;
}

void NTAPI KeAcquireGuardedMutexUnsafe(PKGUARDED_MUTEX FastMutex)
{
	acquire(FastMutex, "KeAcquireGuardedMutexUnsafe");
}

void NTAPI KeReleaseGuardedMutexUnsafe(PKGUARDED_MUTEX FastMutex)
{
	release(FastMutex, "KeReleaseGuardedMutexUnsafe");
}
