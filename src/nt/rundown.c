/*
 * Run-down protection: a count of users that can be closed. EX_RUNDOWN_REF.Count is twice the number of users; bit 0: closed, no more come
 * in; with bit 0 set, the rest is a waiter's record while users are left, else 0. The cache-aware form is the same count: there is no cache
 * to be aware of here. https://learn.microsoft.com/windows-hardware/drivers/kernel/run-down-protection
 */
#include "nt/core.h"

#define CLOSED 1ull

struct waiter {
	_Atomic uint64_t left;
	KEVENT gone;
};

void NTAPI ExInitializeRundownProtection(PEX_RUNDOWN_REF RunRef)
{
	RunRef->Count = 0;
}

void NTAPI ExReInitializeRundownProtection(PEX_RUNDOWN_REF RunRef)
{
	RunRef->Count = 0;
}

BOOLEAN NTAPI ExAcquireRundownProtectionEx(PEX_RUNDOWN_REF RunRef, ULONG Count)
{
	ULONG_PTR v = __atomic_load_n(&RunRef->Count, __ATOMIC_RELAXED);

	nt_sched_point();
	do
		if (v & CLOSED)
			return FALSE;
	while (!__atomic_compare_exchange_n(&RunRef->Count, &v, v + 2ull * Count, true, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED));
	return TRUE;
}

BOOLEAN NTAPI ExAcquireRundownProtection(PEX_RUNDOWN_REF RunRef)
{
	return ExAcquireRundownProtectionEx(RunRef, 1);
}

void NTAPI ExReleaseRundownProtectionEx(PEX_RUNDOWN_REF RunRef, ULONG Count)
{
	ULONG_PTR v = __atomic_load_n(&RunRef->Count, __ATOMIC_RELAXED);

	while (!(v & CLOSED)) {
		if (v < 2ull * Count)
			nt_crash_driver("bad object", "ExReleaseRundownProtection on %p: released more often than acquired",
			                (void *)RunRef);
		if (__atomic_compare_exchange_n(&RunRef->Count, &v, v - 2ull * Count, true, __ATOMIC_RELEASE, __ATOMIC_RELAXED))
			return;
	}
	struct waiter *w = (struct waiter *)(v & ~CLOSED);
	if (!w)
		nt_crash_driver("bad object", "ExReleaseRundownProtection on %p: released more often than acquired", (void *)RunRef);
	if (atomic_fetch_sub(&w->left, Count) == Count)
		KeSetEvent(&w->gone, 0, FALSE);
}

void NTAPI ExReleaseRundownProtection(PEX_RUNDOWN_REF RunRef)
{
	ExReleaseRundownProtectionEx(RunRef, 1);
}

void NTAPI ExWaitForRundownProtectionRelease(PEX_RUNDOWN_REF RunRef)
{
	struct waiter w;
	ULONG_PTR v = __atomic_load_n(&RunRef->Count, __ATOMIC_RELAXED);

	nt_sched_point();
	KeInitializeEvent(&w.gone, SynchronizationEvent, FALSE);
	for (;;) {
		if (v & CLOSED)
			return;
		atomic_store(&w.left, v >> 1);
		ULONG_PTR closed = v >> 1 ? (ULONG_PTR)&w | CLOSED : CLOSED;
		if (__atomic_compare_exchange_n(&RunRef->Count, &v, closed, false, __ATOMIC_ACQ_REL, __ATOMIC_RELAXED))
			break;
	}
	if (v >> 1)
		nt_wait_one(&w.gone, NT_FOREVER, "run-down protection");
	__atomic_store_n(&RunRef->Count, CLOSED, __ATOMIC_RELEASE);
}

void NTAPI ExRundownCompleted(PEX_RUNDOWN_REF RunRef)
{
	__atomic_store_n(&RunRef->Count, CLOSED, __ATOMIC_RELEASE);
}

/* ---- cache-aware */
struct _EX_RUNDOWN_REF_CACHE_AWARE {
	EX_RUNDOWN_REF ref;
	bool allocated;
};

SIZE_T NTAPI ExSizeOfRundownProtectionCacheAware(void)
{
	return sizeof(struct _EX_RUNDOWN_REF_CACHE_AWARE);
}

void NTAPI ExInitializeRundownProtectionCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware, SIZE_T RunRefSize)
{
	RunRefCacheAware->ref.Count = 0;
	RunRefCacheAware->allocated = false;
}

void NTAPI ExInitializeRundownProtectionCacheAwareEx(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware, ULONG Flags)
{
	ExInitializeRundownProtectionCacheAware(RunRefCacheAware, 0);
}

void NTAPI ExCleanupRundownProtectionCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware)
{
	RunRefCacheAware->ref.Count = CLOSED;
}

PEX_RUNDOWN_REF_CACHE_AWARE NTAPI ExAllocateCacheAwareRundownProtection(POOL_TYPE PoolType, ULONG PoolTag)
{
	struct _EX_RUNDOWN_REF_CACHE_AWARE *r = nt_pool_alloc_for(nt_caller(), PoolType, sizeof *r, PoolTag, true);
	if (r)
		r->allocated = true;
	return r;
}

void NTAPI ExFreeCacheAwareRundownProtection(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware)
{
	if (!RunRefCacheAware->allocated)
		nt_finding("bad object", "ExFreeCacheAwareRundownProtection on %p, which was not allocated", (void *)RunRefCacheAware);
	else
		nt_pool_free(RunRefCacheAware);
}

BOOLEAN NTAPI ExAcquireRundownProtectionCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware)
{
	return ExAcquireRundownProtectionEx(&RunRefCacheAware->ref, 1);
}

BOOLEAN NTAPI ExAcquireRundownProtectionCacheAwareEx(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware, ULONG Count)
{
	return ExAcquireRundownProtectionEx(&RunRefCacheAware->ref, Count);
}

void NTAPI ExReleaseRundownProtectionCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware)
{
	ExReleaseRundownProtectionEx(&RunRefCacheAware->ref, 1);
}

void NTAPI ExReleaseRundownProtectionCacheAwareEx(PEX_RUNDOWN_REF_CACHE_AWARE RunRef, ULONG Count)
{
	ExReleaseRundownProtectionEx(&RunRef->ref, Count);
}

void NTAPI ExWaitForRundownProtectionReleaseCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE RunRef)
{
	ExWaitForRundownProtectionRelease(&RunRef->ref);
}

void NTAPI ExReInitializeRundownProtectionCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware)
{
	ExReInitializeRundownProtection(&RunRefCacheAware->ref);
}

void NTAPI ExRundownCompletedCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware)
{
	ExRundownCompleted(&RunRefCacheAware->ref);
}
