/*
 * What drivers import of the pool: Ex*Pool*. Pages: wdm ExAllocatePoolWithTag, ExAllocatePool2, ExAllocatePool3, ExFreePoolWithTag. The
 * allocator is pool.c.
 */
#include "nt/exec.h"

#define POOL_QUOTA_NO_RAISE 8u  /* POOL_QUOTA_FAIL_INSTEAD_OF_RAISE */
#define POOL_RAISE          16u /* POOL_RAISE_IF_ALLOCATION_FAILURE */
#define POOL_ZERO           1024u

static void *driver_alloc(ULONG type, size_t bytes, ULONG tag, bool zero, bool raise)
{
	const void *caller = nt_caller();
	if ((type & 1) && nt_irql() > APC_LEVEL) {
		char who[200];
		nt_finding("IRQL", "%s allocates paged pool at IRQL %u; the limit is APC_LEVEL", nt_where_text(caller, who, sizeof who),
		           nt_irql());
	}
	void *p = nt_pool_alloc_for(caller, (POOL_TYPE)type, bytes, tag, zero || (type & POOL_ZERO));
	if (!p && (raise || (type & POOL_RAISE)))
		image_raise_status((uint32_t)STATUS_INSUFFICIENT_RESOURCES);
	return p;
}

PVOID NTAPI ExAllocatePool(POOL_TYPE PoolType, SIZE_T NumberOfBytes)
{
	return driver_alloc((ULONG)PoolType, NumberOfBytes, 0x656e6f4e /* "None" */, false, false);
}

PVOID NTAPI ExAllocatePoolWithTag(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag)
{
	return driver_alloc((ULONG)PoolType, NumberOfBytes, Tag, false, false);
}

PVOID NTAPI ExAllocatePoolWithTagPriority(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag, EX_POOL_PRIORITY Priority)
{
	(void)Priority;
	return driver_alloc((ULONG)PoolType, NumberOfBytes, Tag, false, false);
}

PVOID NTAPI ExAllocatePoolWithQuotaTag(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag)
{
	return driver_alloc((ULONG)PoolType, NumberOfBytes, Tag, false, !((ULONG)PoolType & POOL_QUOTA_NO_RAISE));
}

PVOID NTAPI ExAllocatePoolWithQuota(POOL_TYPE PoolType, SIZE_T NumberOfBytes)
{
	return ExAllocatePoolWithQuotaTag(PoolType, NumberOfBytes, 0x656e6f4e);
}

/* ExAllocatePool2: unknown bits of the low half are required, and refused; of the high half optional, and ignored. */
#define FLAG_UNINITIALIZED 0x2ull
#define FLAG_CACHE_ALIGNED 0x8ull
#define FLAG_RAISE         0x20ull
#define FLAG_NON_PAGED     0x40ull
#define FLAG_NON_PAGED_X   0x80ull
#define FLAG_PAGED         0x100ull
#define FLAG_KNOWN         0x1ffull

static void *alloc2(ULONG64 flags, SIZE_T bytes, ULONG tag)
{
	ULONG64 kinds = flags & (FLAG_NON_PAGED | FLAG_NON_PAGED_X | FLAG_PAGED);
	if ((flags & 0xffffffffull & ~FLAG_KNOWN) || !tag || !bytes || !kinds || (kinds & (kinds - 1))) {
		char who[200], t[8];
		nt_finding("pool", "ExAllocatePool2(flags 0x%llx, %llu bytes, tag '%s') from %s is refused: %s", (unsigned long long)flags,
		           (unsigned long long)bytes, nt_tag_text(tag, t), nt_where_text(nt_caller(), who, sizeof who),
		           !tag                              ? "tag 0"
		           : !bytes                          ? "0 bytes"
		           : !kinds || (kinds & (kinds - 1)) ? "name exactly one of NON_PAGED, NON_PAGED_EXECUTE, PAGED"
		                                             : "unknown required flag");
		if (flags & FLAG_RAISE)
			image_raise_status((uint32_t)STATUS_INVALID_PARAMETER);
		return NULL;
	}
	ULONG type = (flags & FLAG_PAGED ? 1u : 0) | (flags & FLAG_CACHE_ALIGNED ? 4u : 0);
	return driver_alloc(type, bytes, tag, !(flags & FLAG_UNINITIALIZED), flags & FLAG_RAISE);
}

PVOID NTAPI ExAllocatePool2(ULONG64 Flags, SIZE_T NumberOfBytes, ULONG Tag)
{
	return alloc2(Flags, NumberOfBytes, Tag);
}

/* The extended parameters (priority, secure pool, NUMA node) choose where the memory comes from; only a secure pool cannot be ignored. */
PVOID NTAPI ExAllocatePool3(POOL_FLAGS Flags, SIZE_T NumberOfBytes, ULONG Tag, PCPOOL_EXTENDED_PARAMETER Parameters, ULONG Count)
{
	for (ULONG i = 0; i < Count; i++)
		if (!Parameters[i].Optional && Parameters[i].Type != PoolExtendedParameterPriority &&
		    Parameters[i].Type != PoolExtendedParameterNumaNode) {
			nt_finding("pool", "ExAllocatePool3: required extended parameter %u is not supported",
			           (unsigned)Parameters[i].Type);
			return NULL;
		}
	return alloc2(Flags, NumberOfBytes, Tag);
}

PVOID NTAPI ExAllocatePoolZero(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag)
{
	return driver_alloc((ULONG)PoolType, NumberOfBytes, Tag, true, false);
}

PVOID NTAPI ExAllocatePoolUninitialized(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag)
{
	return driver_alloc((ULONG)PoolType, NumberOfBytes, Tag, false, false);
}

VOID NTAPI ExFreePoolWithTag(PVOID P, ULONG Tag)
{
	nt_pool_free_for(P, Tag, nt_caller());
}

VOID NTAPI ExFreePool(PVOID P)
{
	nt_pool_free_for(P, 0, nt_caller());
}

VOID NTAPI ExFreePool2(PVOID P, ULONG Tag, PCPOOL_EXTENDED_PARAMETER Parameters, ULONG Count)
{
	(void)Parameters;
	(void)Count;
	nt_pool_free_for(P, Tag, nt_caller());
}
