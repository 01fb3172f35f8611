/*
 * Memory descriptor lists. Pages: kernel/using-mdls, wdm MmProbeAndLockPages, MmMapLockedPagesSpecifyCache, ...
 *
 * Page frame numbers are physical: nt_phys() >> 12, what a NIC's DMA sees. An MDL whose frames are neighbours in RAM maps to RAM itself;
 * any other (and every one under --verify, so that a use after the unmap faults) gets a window. Memory that is not RAM (a stack or a
 * variable of ours) gets frame numbers that carry the virtual page with OUTSIDE set: it can be mapped back, not reached by DMA.
 */
#include "nt/exec.h"
#include <stdlib.h>
#include <string.h>

#define OUTSIDE  (1ull << 60)
#define TAG_MDL  0x206c644du /* "Mdl " */
#define TAG_CONT 0x746e6f43u /* "Cont" */
#define PAGE     RAM_PAGE

static size_t span(const void *base, size_t bytes)
{
	return (((uintptr_t)base & (PAGE - 1)) + bytes + PAGE - 1) / PAGE;
}
static PFN_NUMBER *pfns(const MDL *m)
{
	return (PFN_NUMBER *)(uintptr_t)(m + 1);
}
static size_t mdl_pages(const MDL *m)
{
	return ((m->ByteOffset & (PAGE - 1)) + (size_t)m->ByteCount + PAGE - 1) / PAGE;
}
static PFN_NUMBER pfn_of(const void *va)
{
	uint64_t p = nt_phys(va);
	if (!p)
		p = nt_io_phys(va);
	return p ? p / PAGE : OUTSIDE | (uintptr_t)va / PAGE;
}

SIZE_T NTAPI MmSizeOfMdl(PVOID Base, SIZE_T Length)
{
	return sizeof(MDL) + span(Base, Length) * sizeof(PFN_NUMBER);
}

static void mdl_init(MDL *m, void *base, size_t bytes)
{
	m->Next = NULL;
	m->Size = (CSHORT)MmSizeOfMdl(base, bytes);
	m->MdlFlags = 0;
	m->Process = NULL;
	m->MappedSystemVa = NULL;
	m->StartVa = (void *)((uintptr_t)base & ~(uintptr_t)(PAGE - 1));
	m->ByteOffset = (ULONG)((uintptr_t)base & (PAGE - 1));
	m->ByteCount = (ULONG)bytes;
}

PMDL NTAPI IoAllocateMdl(PVOID VirtualAddress, ULONG Length, BOOLEAN SecondaryBuffer, BOOLEAN ChargeQuota, PIRP Irp)
{
	if (MmSizeOfMdl(VirtualAddress, Length) > 0x7fff)
		return NULL; /* MDL.Size is a CSHORT: the page's limit on Length */
	MDL *m = nt_pool_alloc_for(nt_caller(), NonPagedPool, MmSizeOfMdl(VirtualAddress, Length), TAG_MDL, true);
	if (!m)
		return NULL;
	mdl_init(m, VirtualAddress, Length);
	if (Irp && SecondaryBuffer && Irp->MdlAddress) {
		MDL *last = Irp->MdlAddress;
		while (last->Next)
			last = last->Next;
		last->Next = m;
	} else if (Irp) {
		Irp->MdlAddress = m;
	}
	return m;
}

PMDL NTAPI MmCreateMdl(PMDL Mdl, PVOID Base, SIZE_T Length)
{
	if (!Mdl)
		Mdl = nt_pool_alloc_for(nt_caller(), NonPagedPool, MmSizeOfMdl(Base, Length), TAG_MDL, true);
	if (Mdl)
		mdl_init(Mdl, Base, Length);
	return Mdl;
}

VOID NTAPI IoFreeMdl(PMDL Mdl)
{
	char who[200];
	if (Mdl->MdlFlags & MDL_PARTIAL_HAS_BEEN_MAPPED)
		MmUnmapLockedPages(Mdl->MappedSystemVa, Mdl);
	else if ((Mdl->MdlFlags & MDL_PAGES_LOCKED) && !(Mdl->MdlFlags & MDL_PARTIAL))
		nt_finding("MDL", "%s frees an MDL whose pages are still locked (MmUnlockPages first)",
		           nt_where_text(nt_caller(), who, sizeof who));
	ExFreePoolWithTag(Mdl, TAG_MDL);
}

VOID NTAPI MmBuildMdlForNonPagedPool(PMDL m)
{
	for (size_t i = 0; i < mdl_pages(m); i++)
		pfns(m)[i] = pfn_of((char *)m->StartVa + i * PAGE);
	m->MdlFlags |= MDL_SOURCE_IS_NONPAGED_POOL;
	m->MdlFlags &= (CSHORT)~MDL_MAPPED_TO_SYSTEM_VA;
	m->MappedSystemVa = (char *)m->StartVa + m->ByteOffset;
	if (m->ByteCount && pfns(m)[0] & OUTSIDE) {
		char who[200];
		nt_finding("MDL", "MmBuildMdlForNonPagedPool by %s: %p is not nonpaged pool", nt_where_text(nt_caller(), who, sizeof who),
		           m->MappedSystemVa);
	}
}

/* Page: wdm IoBuildPartialMdl. Length 0: to the end of the source. */
VOID NTAPI IoBuildPartialMdl(PMDL Source, PMDL Target, PVOID VirtualAddress, ULONG Length)
{
	uintptr_t from = (uintptr_t)Source->StartVa + Source->ByteOffset, at = (uintptr_t)VirtualAddress;
	if (!Length)
		Length = (ULONG)(from + Source->ByteCount - at);
	size_t first = (at - (uintptr_t)Source->StartVa) / PAGE, n = span(VirtualAddress, Length);
	if (at < from || at + Length > from + Source->ByteCount || (size_t)Target->Size < sizeof(MDL) + n * sizeof(PFN_NUMBER)) {
		char who[200];
		nt_crash_driver("bad MDL", "%s: IoBuildPartialMdl of %u bytes at %p: %s", nt_where_text(nt_caller(), who, sizeof who),
		                Length, VirtualAddress,
		                at < from || at + Length > from + Source->ByteCount ? "not inside the source MDL"
		                                                                    : "the target MDL is too small");
	}
	Target->StartVa = (void *)(at & ~(uintptr_t)(PAGE - 1));
	Target->ByteOffset = (ULONG)(at & (PAGE - 1));
	Target->ByteCount = Length;
	Target->Process = Source->Process;
	Target->MdlFlags = (CSHORT)((Target->MdlFlags & MDL_ALLOCATED_FIXED_SIZE) | MDL_PARTIAL |
	                            (Source->MdlFlags & (MDL_PAGES_LOCKED | MDL_SOURCE_IS_NONPAGED_POOL | MDL_MAPPED_TO_SYSTEM_VA |
	                                                 MDL_IO_PAGE_READ | MDL_IO_SPACE)));
	if (Source->MdlFlags & (MDL_SOURCE_IS_NONPAGED_POOL | MDL_MAPPED_TO_SYSTEM_VA)) {
		if (Source->MdlFlags & MDL_MAPPED_TO_SYSTEM_VA)
			Target->MdlFlags |= MDL_PARENT_MAPPED_SYSTEM_VA;
		Target->MappedSystemVa = (char *)Source->MappedSystemVa + (at - from);
	} else {
		Target->MappedSystemVa = NULL;
	}
	memcpy(pfns(Target), pfns(Source) + first, n * sizeof(PFN_NUMBER));
}

VOID NTAPI MmProbeAndLockPages(PMDL m, KPROCESSOR_MODE AccessMode, LOCK_OPERATION Operation)
{
	char *at = (char *)m->StartVa + m->ByteOffset;
	if (m->MdlFlags & MDL_PAGES_LOCKED) {
		char who[200];
		nt_finding("MDL", "%s locks the pages of an MDL that is locked already", nt_where_text(nt_caller(), who, sizeof who));
	}
	if (!m->ByteCount || !nt_readable(at, m->ByteCount))
		image_raise_status((uint32_t)STATUS_ACCESS_VIOLATION);
	for (size_t i = 0; i < mdl_pages(m); i++)
		pfns(m)[i] = pfn_of((char *)m->StartVa + i * PAGE);
	m->Process = (struct _EPROCESS *)IoGetCurrentProcess();
	m->MdlFlags |= MDL_PAGES_LOCKED;
	if (Operation != IoReadAccess)
		m->MdlFlags |= MDL_WRITE_OPERATION;
}

VOID NTAPI MmUnlockPages(PMDL m)
{
	if (!(m->MdlFlags & MDL_PAGES_LOCKED)) {
		char who[200];
		nt_finding("MDL", "%s unlocks an MDL whose pages are not locked (Windows: bug check 0x76, PROCESS_HAS_LOCKED_PAGES)",
		           nt_where_text(nt_caller(), who, sizeof who));
		return;
	}
	if (m->MdlFlags & MDL_MAPPED_TO_SYSTEM_VA)
		MmUnmapLockedPages(m->MappedSystemVa, m);
	m->MdlFlags &= (CSHORT) ~(MDL_PAGES_LOCKED | MDL_WRITE_OPERATION);
}

/* ---- mappings */
static void *map(const MDL *m)
{
	size_t n = mdl_pages(m);
	const PFN_NUMBER *p = pfns(m);
	bool together = true, outside = false;
	uint32_t small[64], *frames = small;
	void *base = NULL;
	if (!n)
		return NULL;
	for (size_t i = 0; i < n; i++) {
		outside |= (p[i] & OUTSIDE) != 0;
		together &= p[i] == p[0] + i;
	}
	if (outside)
		return together ? (char *)((p[0] & ~OUTSIDE) * PAGE) + m->ByteOffset : NULL;
	if (m->MdlFlags & MDL_IO_SPACE)
		return together ? nt_io_map(p[0] * PAGE + m->ByteOffset, m->ByteCount) : NULL;
	if (together && !nt_cfg.verify) {
		base = nt_virt(p[0] * PAGE);
		return base && nt_virt(p[n - 1] * PAGE) ? (char *)base + m->ByteOffset : NULL;
	}
	if (n > ARRAY_LEN(small) && !(frames = malloc(n * sizeof *frames)))
		return NULL;
	for (size_t i = 0; i < n; i++) {
		if (!nt_virt(p[i] * PAGE))
			goto out; /* a frame number that the driver made up */
		frames[i] = (uint32_t)(p[i] - RAM_PHYS_BASE / PAGE);
	}
	base = nt_window_map(frames, n);
	if (!base && together)
		base = nt_virt(p[0] * PAGE);
out:
	if (frames != small)
		free(frames);
	return base ? (char *)base + m->ByteOffset : NULL;
}

PVOID NTAPI MmMapLockedPagesSpecifyCache(PMDL m, KPROCESSOR_MODE AccessMode, MEMORY_CACHING_TYPE CacheType, PVOID RequestedAddress,
                                         ULONG BugCheckOnFailure, ULONG Priority)
{
	char who[200];
	if (!(m->MdlFlags & (MDL_PAGES_LOCKED | MDL_PARTIAL | MDL_SOURCE_IS_NONPAGED_POOL | MDL_IO_SPACE)))
		nt_crash_driver("bad MDL",
		                "%s maps an MDL whose pages are not locked: call MmProbeAndLockPages or MmBuildMdlForNonPagedPool first",
		                nt_where_text(nt_caller(), who, sizeof who));
	if (AccessMode == KernelMode && (m->MdlFlags & MDL_MAPPED_TO_SYSTEM_VA) && !(m->MdlFlags & MDL_PARTIAL))
		nt_finding("MDL", "%s maps an MDL that is mapped already: the first mapping leaks",
		           nt_where_text(nt_caller(), who, sizeof who));
	void *va = map(m);
	if (!va) {
		if (AccessMode != KernelMode || BugCheckOnFailure)
			image_raise_status((uint32_t)STATUS_INSUFFICIENT_RESOURCES);
		return NULL;
	}
	if (AccessMode == KernelMode) {
		m->MappedSystemVa = va;
		m->MdlFlags |= MDL_MAPPED_TO_SYSTEM_VA;
		if (m->MdlFlags & MDL_PARTIAL)
			m->MdlFlags |= MDL_PARTIAL_HAS_BEEN_MAPPED;
	}
	return va;
}

PVOID NTAPI MmMapLockedPages(PMDL m, KPROCESSOR_MODE AccessMode)
{
	return MmMapLockedPagesSpecifyCache(m, AccessMode, MmCached, NULL, TRUE, HighPagePriority);
}

VOID NTAPI MmUnmapLockedPages(PVOID BaseAddress, PMDL m)
{
	if (m->MdlFlags & MDL_IO_SPACE)
		nt_io_unmap(BaseAddress, m->ByteCount);
	else if (nt_window_valid(BaseAddress) && !nt_pool_size(BaseAddress))
		nt_window_unmap((void *)((uintptr_t)BaseAddress & ~(uintptr_t)(PAGE - 1)), mdl_pages(m));
	if (BaseAddress == m->MappedSystemVa) {
		m->MdlFlags &= (CSHORT) ~(MDL_MAPPED_TO_SYSTEM_VA | MDL_PARTIAL_HAS_BEEN_MAPPED);
		if (!(m->MdlFlags & MDL_SOURCE_IS_NONPAGED_POOL))
			m->MappedSystemVa = NULL;
	}
}

/* Page: wdm MmAdvanceMdl: gives the front of the MDL away. */
NTSTATUS NTAPI MmAdvanceMdl(PMDL m, ULONG Bytes)
{
	if (Bytes > m->ByteCount)
		return STATUS_INVALID_PARAMETER_2;
	size_t skip = (m->ByteOffset + Bytes) / PAGE, left = mdl_pages(m) - skip;
	memmove(pfns(m), pfns(m) + skip, left * sizeof(PFN_NUMBER));
	m->StartVa = (char *)m->StartVa + skip * PAGE;
	m->ByteOffset = (ULONG)((m->ByteOffset + Bytes) % PAGE);
	m->ByteCount -= Bytes;
	if (m->MdlFlags & (MDL_MAPPED_TO_SYSTEM_VA | MDL_SOURCE_IS_NONPAGED_POOL))
		m->MappedSystemVa = (char *)m->MappedSystemVa + Bytes;
	return STATUS_SUCCESS;
}

NTSTATUS NTAPI MmProtectMdlSystemAddress(PMDL m, ULONG NewProtect)
{
	return m->MdlFlags & MDL_MAPPED_TO_SYSTEM_VA ? STATUS_SUCCESS : STATUS_NOT_MAPPED_VIEW; /* caching and protection of RAM are ours */
}

LOGICAL NTAPI MmAreMdlPagesCached(PMDL m)
{
	return !(m->MdlFlags & MDL_IO_SPACE);
}

/* ---- pages without an address. Page: wdm MmAllocatePagesForMdlEx: may give fewer than asked; the driver frees pages and MDL separately.
 */
#define DONT_ZERO  1u    /* MM_DONT_ZERO_ALLOCATION */
#define FULLY      4u    /* MM_ALLOCATE_FULLY_REQUIRED */
#define CONTIGUOUS 0x20u /* MM_ALLOCATE_REQUIRE_CONTIGUOUS_CHUNKS */

static PMDL pages_for_mdl(uint64_t low, uint64_t high, size_t bytes, ULONG flags)
{
	size_t n = (bytes + PAGE - 1) / PAGE, got = 0;
	if (!n || sizeof(MDL) + n * sizeof(PFN_NUMBER) > 0x7fff * 16u || high < RAM_PHYS_BASE)
		return NULL;
	MDL *m = nt_pool_alloc_for(nt_caller(), NonPagedPool, sizeof(MDL) + n * sizeof(PFN_NUMBER), TAG_MDL, true);
	if (!m)
		return NULL;
	mdl_init(m, NULL, n * PAGE);
	char *chunk = nt_cfg.verify && !(flags & CONTIGUOUS) ? NULL : nt_pages_alloc(n * PAGE);
	for (; got < n; got++) {
		/* Without a chunk, every second page: real memory is never in order for long. */
		void *skip = chunk ? NULL : nt_pages_alloc(PAGE), *page = chunk ? chunk + got * PAGE : nt_pages_alloc(PAGE);
		if (!page) {
			page = skip;
			skip = NULL;
		}
		nt_pages_free(skip, PAGE);
		if (!page || nt_phys(page) < low || nt_phys(page) + PAGE - 1 > high) {
			nt_pages_free(page, PAGE);
			break;
		}
		pfns(m)[got] = nt_phys(page) / PAGE;
		if (flags & DONT_ZERO)
			memset(page, 0xa5, PAGE);
	}
	if (!got || (got < n && (flags & FULLY))) {
		while (got)
			nt_pages_free(nt_virt(pfns(m)[--got] * PAGE), PAGE);
		ExFreePoolWithTag(m, TAG_MDL);
		return NULL;
	}
	m->ByteCount = (ULONG)(got * PAGE < bytes ? got * PAGE : bytes);
	m->MdlFlags = MDL_PAGES_LOCKED;
	return m;
}

PMDL NTAPI MmAllocatePagesForMdl(PHYSICAL_ADDRESS Low, PHYSICAL_ADDRESS High, PHYSICAL_ADDRESS Skip, SIZE_T Total)
{
	return pages_for_mdl((uint64_t)Low.QuadPart, (uint64_t)High.QuadPart, Total, 0);
}
PMDL NTAPI MmAllocatePagesForMdlEx(PHYSICAL_ADDRESS Low, PHYSICAL_ADDRESS High, PHYSICAL_ADDRESS Skip, SIZE_T Total,
                                   MEMORY_CACHING_TYPE Cache, ULONG Flags)
{
	return pages_for_mdl((uint64_t)Low.QuadPart, (uint64_t)High.QuadPart, Total, Flags);
}
PMDL NTAPI MmAllocateNodePagesForMdlEx(PHYSICAL_ADDRESS Low, PHYSICAL_ADDRESS High, PHYSICAL_ADDRESS Skip, SIZE_T Total,
                                       MEMORY_CACHING_TYPE Cache, ULONG IdealNode, ULONG Flags)
{
	return pages_for_mdl((uint64_t)Low.QuadPart, (uint64_t)High.QuadPart, Total, Flags);
}
VOID NTAPI MmFreePagesFromMdlEx(PMDL m, ULONG Flags)
{
	for (size_t i = 0; i < mdl_pages(m); i++)
		nt_pages_free(nt_virt(pfns(m)[i] * PAGE), PAGE);
	m->MdlFlags &= (CSHORT)~MDL_PAGES_LOCKED;
	m->ByteCount = 0;
}
VOID NTAPI MmFreePagesFromMdl(PMDL m)
{
	MmFreePagesFromMdlEx(m, 0);
}

/* Page: wdm MmAllocateMappingAddress: reserves addresses now, so that a later mapping cannot fail. Ours cannot fail for want of addresses,
 * so the reservation is a ticket: its size and tag, checked at use. */
struct ticket {
	SIZE_T bytes;
	ULONG tag;
	void *mapped;
	size_t pages;
};
PVOID NTAPI MmAllocateMappingAddress(SIZE_T NumberOfBytes, ULONG PoolTag)
{
	struct ticket *t = nt_pool_alloc_for(nt_caller(), NonPagedPool, sizeof *t, PoolTag, true);
	if (t)
		*t = (struct ticket){.bytes = NumberOfBytes, .tag = PoolTag};
	return t;
}
VOID NTAPI MmFreeMappingAddress(PVOID BaseAddress, ULONG PoolTag)
{
	ExFreePoolWithTag(BaseAddress, PoolTag);
}
PVOID NTAPI MmMapLockedPagesWithReservedMapping(PVOID MappingAddress, ULONG PoolTag, PMDL m, MEMORY_CACHING_TYPE CacheType)
{
	struct ticket *t = MappingAddress;
	if (t->tag != PoolTag || t->mapped || mdl_pages(m) * PAGE > ALIGN_UP_TO(t->bytes, PAGE) + PAGE)
		return NULL;
	t->mapped = MmMapLockedPagesSpecifyCache(m, KernelMode, CacheType, NULL, FALSE, NormalPagePriority);
	return t->mapped;
}
VOID NTAPI MmUnmapReservedMapping(PVOID BaseAddress, ULONG PoolTag, PMDL m)
{
	struct ticket *t = BaseAddress;
	if (t->mapped)
		MmUnmapLockedPages(t->mapped, m);
	t->mapped = NULL;
}

/* ---- contiguous memory */
static void *contiguous(size_t bytes, uint64_t low, uint64_t high, uint64_t boundary)
{
	void *held[64], *p = NULL;
	unsigned n = 0;
	if (!bytes || (boundary && bytes > boundary) || high < RAM_PHYS_BASE + bytes)
		return NULL;
	while (n < ARRAY_LEN(held)) {
		p = nt_pool_alloc_for(nt_caller(), (POOL_TYPE)NT_POOL_CONTIGUOUS, bytes, TAG_CONT, false);
		uint64_t at = p ? nt_phys(p) : 0;
		if (!p || (at >= low && at + bytes - 1 <= high && (!boundary || at / boundary == (at + bytes - 1) / boundary)))
			break;
		held[n++] = p;
		p = NULL;
	}
	while (n)
		nt_pool_free(held[--n]);
	return p;
}

PVOID NTAPI MmAllocateContiguousMemory(SIZE_T Bytes, PHYSICAL_ADDRESS Highest)
{
	return contiguous(Bytes, 0, (uint64_t)Highest.QuadPart, 0);
}
PVOID NTAPI MmAllocateContiguousMemorySpecifyCache(SIZE_T Bytes, PHYSICAL_ADDRESS Low, PHYSICAL_ADDRESS High, PHYSICAL_ADDRESS Boundary,
                                                   MEMORY_CACHING_TYPE Cache)
{
	return contiguous(Bytes, (uint64_t)Low.QuadPart, (uint64_t)High.QuadPart, (uint64_t)Boundary.QuadPart);
}
PVOID NTAPI MmAllocateContiguousMemorySpecifyCacheNode(SIZE_T Bytes, PHYSICAL_ADDRESS Low, PHYSICAL_ADDRESS High, PHYSICAL_ADDRESS Boundary,
                                                       MEMORY_CACHING_TYPE Cache, NODE_REQUIREMENT Node)
{
	return contiguous(Bytes, (uint64_t)Low.QuadPart, (uint64_t)High.QuadPart, (uint64_t)Boundary.QuadPart);
}
PVOID NTAPI MmAllocateContiguousNodeMemory(SIZE_T Bytes, PHYSICAL_ADDRESS Low, PHYSICAL_ADDRESS High, PHYSICAL_ADDRESS Boundary,
                                           ULONG Protect, NODE_REQUIREMENT Node)
{
	return contiguous(Bytes, (uint64_t)Low.QuadPart, (uint64_t)High.QuadPart, (uint64_t)Boundary.QuadPart);
}
VOID NTAPI MmFreeContiguousMemory(PVOID BaseAddress)
{
	ExFreePool(BaseAddress);
}
VOID NTAPI MmFreeContiguousMemorySpecifyCache(PVOID BaseAddress, SIZE_T Bytes, MEMORY_CACHING_TYPE Cache)
{
	ExFreePool(BaseAddress);
}
PVOID NTAPI MmAllocateNonCachedMemory(SIZE_T Bytes)
{
	return nt_pool_alloc_for(nt_caller(), (POOL_TYPE)NT_POOL_CONTIGUOUS, Bytes, TAG_CONT, false);
}
VOID NTAPI MmFreeNonCachedMemory(PVOID BaseAddress, SIZE_T Bytes)
{
	ExFreePool(BaseAddress);
}
