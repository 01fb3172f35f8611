/*
 * Spin locks. A KSPIN_LOCK word is 0 when free; held it is the owner's struct nt_thread with bit 0 set, and bit 1 when somebody sleeps on
 * it. Contenders spin briefly, then sleep on the word's low half (host processors are often fewer than threads): a release that sees bit 1
 * wakes them.
 *
 * EX_SPIN_LOCK: bit 31 held exclusively, bit 30 an exclusive contender waits (new shared ones stay out), bit 29 somebody sleeps, below:
 * shared holders.
 *
 * Every thread keeps a list of what it holds, so that acquiring a lock twice, releasing one that isn't held, returning with one and waiting
 * with one are told.
 */
#include "nt/core.h"

#define SPINS     200
#define HELD      1ull
#define SLEEPERS  2ull
#define EX_HELD   0x80000000u
#define EX_WANTED 0x40000000u
#define EX_SLEEP  0x20000000u
#define EX_COUNT  0x1fffffffu

void nt_held_push(const volatile void *lock, const char *kind)
{
	struct nt_thread *t = nt_self();
	if (t && t->held_count < NT_HELD) {
		t->held[t->held_count].lock = (const void *)lock;
		t->held[t->held_count++].kind = kind;
	}
}

bool nt_held_pop(const volatile void *lock)
{
	struct nt_thread *t = nt_self();
	for (unsigned i = t ? t->held_count : 0; i-- > 0;)
		if (t->held[i].lock == lock) {
			for (t->held_count--; i < t->held_count; i++)
				t->held[i] = t->held[i + 1];
			return true;
		}
	return false;
}

static bool holds(const volatile void *lock)
{
	const struct nt_thread *t = nt_self();
	for (unsigned i = 0; t && i < t->held_count; i++)
		if (t->held[i].lock == lock)
			return true;
	return false;
}

static void twice(const volatile void *lock, const char *kind)
{
	nt_crash_driver("hang", "acquires %s %p, which this thread already holds: it would spin for ever", kind, (const void *)lock);
}

/* ---- KSPIN_LOCK */
bool nt_spin_try(KSPIN_LOCK *lock, const char *kind)
{
	uint64_t free = 0;
	if (!__atomic_compare_exchange_n((uint64_t *)lock, &free, (uint64_t)nt_self() | HELD, false, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED))
		return false;
	nt_held_push(lock, kind);
	return true;
}

void nt_spin_acquire(KSPIN_LOCK *lock, const char *kind)
{
	uint64_t mine = (uint64_t)nt_self() | HELD, *word = (uint64_t *)lock;

	nt_sched_point();
	if (nt_spin_try(lock, kind))
		return;
	if ((__atomic_load_n(word, __ATOMIC_RELAXED) & ~SLEEPERS) == mine)
		twice(lock, kind);
	for (unsigned i = 0;; i++) {
		uint64_t v = __atomic_load_n(word, __ATOMIC_RELAXED);
		/* whoever slept may not be the last: keep the bit, at the price of one needless wake-up */
		if (!v &&
		    __atomic_compare_exchange_n(word, &v, mine | (i > SPINS ? SLEEPERS : 0), false, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED))
			break;
		if (!v)
			continue;
		if (i < SPINS && !nt_serial()) {
			__builtin_ia32_pause();
			continue;
		}
		i = SPINS + 1;
		if (!(v & SLEEPERS) && !__atomic_compare_exchange_n(word, &v, v | SLEEPERS, false, __ATOMIC_RELAXED, __ATOMIC_RELAXED))
			continue;
		nt_park((_Atomic uint32_t *)word, (uint32_t)(v | SLEEPERS), kind);
	}
	nt_held_push(lock, kind);
}

void nt_spin_release(KSPIN_LOCK *lock, const char *what)
{
	uint64_t v = __atomic_exchange_n((uint64_t *)lock, 0, __ATOMIC_RELEASE);

	if (!nt_held_pop(lock)) {
		const struct nt_thread *t = nt_self();
		if (!v)
			nt_finding("spin lock", "%s: spin lock %p is not held", what, (void *)lock);
		else if ((v & ~(HELD | SLEEPERS)) != (uint64_t)t)
			nt_finding("spin lock", "%s: spin lock %p is held by another thread", what, (void *)lock);
	}
	if (v & SLEEPERS)
		nt_unpark((_Atomic uint32_t *)lock, false);
}

void NTAPI KeInitializeSpinLock(PKSPIN_LOCK SpinLock)
{
	*SpinLock = 0;
}

KIRQL NTAPI KeAcquireSpinLockRaiseToDpc(PKSPIN_LOCK SpinLock)
{
	KIRQL old = nt_raise(DISPATCH_LEVEL);
	nt_spin_acquire(SpinLock, "spin lock");
	return old;
}

void NTAPI KeReleaseSpinLock(PKSPIN_LOCK SpinLock, KIRQL NewIrql)
{
	nt_spin_release(SpinLock, "KeReleaseSpinLock");
	nt_lower(NewIrql);
}

void NTAPI KeAcquireSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock)
{
	nt_spin_acquire(SpinLock, "spin lock");
}

void NTAPI KeReleaseSpinLockFromDpcLevel(PKSPIN_LOCK SpinLock)
{
	nt_spin_release(SpinLock, "KeReleaseSpinLockFromDpcLevel");
}

BOOLEAN NTAPI KeTryToAcquireSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock)
{
	nt_sched_point();
	return nt_spin_try(SpinLock, "spin lock");
}

BOOLEAN NTAPI KeTestSpinLock(PKSPIN_LOCK SpinLock)
{
	return __atomic_load_n(SpinLock, __ATOMIC_RELAXED) == 0;
}

/* A DPC is at DISPATCH_LEVEL, a threaded DPC may be below: these raise only then. */
KIRQL NTAPI KeAcquireSpinLockForDpc(PKSPIN_LOCK SpinLock)
{
	return KeAcquireSpinLockRaiseToDpc(SpinLock);
}

void NTAPI KeReleaseSpinLockForDpc(PKSPIN_LOCK SpinLock, KIRQL OldIrql)
{
	KeReleaseSpinLock(SpinLock, OldIrql);
}

KIRQL NTAPI KeAcquireSpinLockRaiseToSynch(PKSPIN_LOCK SpinLock)
{
	KIRQL old = nt_raise(12);
	nt_spin_acquire(SpinLock, "spin lock");
	return old;
}

/* ---- in-stack queued spin locks: the same word; the handle remembers lock and IRQL. Order among contenders is the host's. */
static void queued(PKSPIN_LOCK SpinLock, PKLOCK_QUEUE_HANDLE h, KIRQL old)
{
	h->LockQueue.Next = NULL;
	h->LockQueue.Lock = SpinLock;
	h->OldIrql = old;
	nt_spin_acquire(SpinLock, "queued spin lock");
}

void NTAPI KeAcquireInStackQueuedSpinLock(PKSPIN_LOCK SpinLock, PKLOCK_QUEUE_HANDLE LockHandle)
{
	queued(SpinLock, LockHandle, nt_raise(DISPATCH_LEVEL));
}

void NTAPI KeReleaseInStackQueuedSpinLock(PKLOCK_QUEUE_HANDLE LockHandle)
{
	nt_spin_release((KSPIN_LOCK *)LockHandle->LockQueue.Lock, "KeReleaseInStackQueuedSpinLock");
	nt_lower(LockHandle->OldIrql);
}

void NTAPI KeAcquireInStackQueuedSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock, PKLOCK_QUEUE_HANDLE LockHandle)
{
	queued(SpinLock, LockHandle, DISPATCH_LEVEL);
}

void NTAPI KeReleaseInStackQueuedSpinLockFromDpcLevel(PKLOCK_QUEUE_HANDLE LockHandle)
{
	nt_spin_release((KSPIN_LOCK *)LockHandle->LockQueue.Lock, "KeReleaseInStackQueuedSpinLockFromDpcLevel");
}

void NTAPI KeAcquireInStackQueuedSpinLockForDpc(PKSPIN_LOCK SpinLock, PKLOCK_QUEUE_HANDLE LockHandle)
{
	KeAcquireInStackQueuedSpinLock(SpinLock, LockHandle);
}

void NTAPI KeReleaseInStackQueuedSpinLockForDpc(PKLOCK_QUEUE_HANDLE LockHandle)
{
	KeReleaseInStackQueuedSpinLock(LockHandle);
}

/* ---- EX_SPIN_LOCK: https://learn.microsoft.com/windows-hardware/drivers/kernel/reader-writer-spin-locks */
static void ex_sleep(_Atomic uint32_t *w, uint32_t v, unsigned i, const char *kind)
{
	if (i < SPINS && !nt_serial()) {
		__builtin_ia32_pause();
		return;
	}
	if (v & EX_SLEEP || atomic_compare_exchange_strong(w, &v, v | EX_SLEEP))
		nt_park(w, v | EX_SLEEP, kind);
}

static void ex_wake(_Atomic uint32_t *w, uint32_t before)
{
	if (before & EX_SLEEP) {
		atomic_fetch_and(w, ~EX_SLEEP);
		nt_unpark(w, true);
	}
}

static void ex_shared(PEX_SPIN_LOCK SpinLock)
{
	_Atomic uint32_t *w = (_Atomic uint32_t *)SpinLock;
	bool again = holds(SpinLock); /* a shared holder may come again past a waiting exclusive one, else both would wait for each other */

	nt_sched_point();
	for (unsigned i = 0;; i++) {
		uint32_t v = atomic_load(w);
		if (!(v & EX_HELD) && (again || !(v & EX_WANTED))) {
			if (atomic_compare_exchange_weak(w, &v, v + 1))
				break;
			continue;
		}
		if (v & EX_HELD && again)
			twice(SpinLock, "reader/writer spin lock");
		ex_sleep(w, v, i, "reader/writer spin lock");
	}
	nt_held_push(SpinLock, "reader/writer spin lock");
}

static void ex_exclusive(PEX_SPIN_LOCK SpinLock)
{
	_Atomic uint32_t *w = (_Atomic uint32_t *)SpinLock;

	nt_sched_point();
	if (holds(SpinLock))
		twice(SpinLock, "reader/writer spin lock");
	for (unsigned i = 0;; i++) {
		uint32_t v = atomic_load(w);
		if (!(v & (EX_HELD | EX_COUNT))) {
			if (atomic_compare_exchange_weak(w, &v, (v & EX_SLEEP) | EX_HELD))
				break;
			continue;
		}
		if (!(v & EX_WANTED)) {
			atomic_compare_exchange_weak(w, &v, v | EX_WANTED);
			continue;
		}
		ex_sleep(w, v, i, "reader/writer spin lock");
	}
	nt_held_push(SpinLock, "reader/writer spin lock");
}

static void ex_release(PEX_SPIN_LOCK SpinLock, bool exclusive, const char *what)
{
	_Atomic uint32_t *w = (_Atomic uint32_t *)SpinLock;
	uint32_t v = atomic_load(w);

	if (!nt_held_pop(SpinLock) && !(exclusive ? v & EX_HELD : v & EX_COUNT)) {
		nt_finding("spin lock", "%s: reader/writer spin lock %p is not held", what, (const void *)SpinLock);
		return;
	}
	v = exclusive ? atomic_fetch_and(w, ~EX_HELD) : atomic_fetch_sub(w, 1);
	if (exclusive || (v & EX_COUNT) == 1)
		ex_wake(w, v);
}

KIRQL NTAPI ExAcquireSpinLockShared(PEX_SPIN_LOCK SpinLock)
{
	KIRQL old = nt_raise(DISPATCH_LEVEL);
	ex_shared(SpinLock);
	return old;
}

void NTAPI ExReleaseSpinLockShared(PEX_SPIN_LOCK SpinLock, KIRQL OldIrql)
{
	ex_release(SpinLock, false, "ExReleaseSpinLockShared");
	nt_lower(OldIrql);
}

KIRQL NTAPI ExAcquireSpinLockExclusive(PEX_SPIN_LOCK SpinLock)
{
	KIRQL old = nt_raise(DISPATCH_LEVEL);
	ex_exclusive(SpinLock);
	return old;
}

void NTAPI ExReleaseSpinLockExclusive(PEX_SPIN_LOCK SpinLock, KIRQL OldIrql)
{
	ex_release(SpinLock, true, "ExReleaseSpinLockExclusive");
	nt_lower(OldIrql);
}

void NTAPI ExAcquireSpinLockSharedAtDpcLevel(PEX_SPIN_LOCK SpinLock)
{
	ex_shared(SpinLock);
}

void NTAPI ExReleaseSpinLockSharedFromDpcLevel(PEX_SPIN_LOCK SpinLock)
{
	ex_release(SpinLock, false, "ExReleaseSpinLockSharedFromDpcLevel");
}

void NTAPI ExAcquireSpinLockExclusiveAtDpcLevel(PEX_SPIN_LOCK SpinLock)
{
	ex_exclusive(SpinLock);
}

void NTAPI ExReleaseSpinLockExclusiveFromDpcLevel(PEX_SPIN_LOCK SpinLock)
{
	ex_release(SpinLock, true, "ExReleaseSpinLockExclusiveFromDpcLevel");
}

LOGICAL NTAPI ExTryAcquireSpinLockSharedAtDpcLevel(PEX_SPIN_LOCK SpinLock)
{
	_Atomic uint32_t *w = (_Atomic uint32_t *)SpinLock;
	uint32_t v = atomic_load(w);
	do
		if (v & (EX_HELD | EX_WANTED))
			return FALSE;
	while (!atomic_compare_exchange_weak(w, &v, v + 1));
	nt_held_push(SpinLock, "reader/writer spin lock");
	return TRUE;
}

LOGICAL NTAPI ExTryAcquireSpinLockExclusiveAtDpcLevel(PEX_SPIN_LOCK SpinLock)
{
	_Atomic uint32_t *w = (_Atomic uint32_t *)SpinLock;
	uint32_t v = atomic_load(w);
	do
		if (v & (EX_HELD | EX_COUNT))
			return FALSE;
	while (!atomic_compare_exchange_weak(w, &v, (v & EX_SLEEP) | EX_HELD));
	nt_held_push(SpinLock, "reader/writer spin lock");
	return TRUE;
}

/* Succeeds only for the one shared holder. */
LOGICAL NTAPI ExTryConvertSharedSpinLockExclusive(PEX_SPIN_LOCK SpinLock)
{
	_Atomic uint32_t *w = (_Atomic uint32_t *)SpinLock;
	uint32_t v = atomic_load(w);
	do
		if ((v & EX_COUNT) != 1 || v & EX_HELD)
			return FALSE;
	while (!atomic_compare_exchange_weak(w, &v, (v & ~EX_COUNT) | EX_HELD));
	return TRUE;
}
