/*
 * The rest of Mm*: addresses, device memory, what memory there is, optional routines by name. Pages: wdm, ntddk Mm*.
 */
#include "nt/exec.h"
#include "nt/exports.h"
#include <stdlib.h>
#include <string.h>

/* Exported variables. All of a driver's addresses lie below MmSystemRangeStart here: RAM is mapped in the lower half, where drivers' probes
 * of user buffers accept it. The value is Windows' own, since drivers compare with it. */
const PVOID MmHighestUserAddress = (PVOID)0x7ffffffeffffull;
const PVOID MmSystemRangeStart = (PVOID)0xffff800000000000ull;
const ULONG64 MmUserProbeAddress = 0x7fffffff0000ull;
BOOLEAN nt_mm_64bit = TRUE;
PBOOLEAN Mm64BitPhysicalAddress = &nt_mm_64bit;
PVOID MmBadPointer = (PVOID)0xffffffffffffdeadull;

PHYSICAL_ADDRESS NTAPI MmGetPhysicalAddress(PVOID BaseAddress)
{
	uint64_t p = nt_phys(BaseAddress);
	if (!p)
		p = nt_io_phys(BaseAddress);
	if (!p) {
		char who[200];
		nt_finding("physical address", "%s asks for the physical address of %p, which %s: the answer is 0",
		           nt_where_text(nt_caller(), who, sizeof who), BaseAddress,
		           nt_readable(BaseAddress, 1) ? "is not RAM" : "is not mapped");
	}
	return (PHYSICAL_ADDRESS){.QuadPart = (LONGLONG)p};
}

PVOID NTAPI MmGetVirtualForPhysical(PHYSICAL_ADDRESS PhysicalAddress)
{
	return nt_virt((uint64_t)PhysicalAddress.QuadPart);
}

BOOLEAN NTAPI MmIsAddressValid(PVOID VirtualAddress)
{
	return nt_io_phys(VirtualAddress) || nt_readable(VirtualAddress, 1);
}

BOOLEAN NTAPI MmIsNonPagedSystemAddressValid(PVOID VirtualAddress)
{
	return MmIsAddressValid(VirtualAddress);
}

static void *map_io(uint64_t phys, size_t bytes)
{
	void *va = nt_io_map(phys, bytes);
	if (!va && nt_virt(phys) && nt_virt(phys + bytes - 1))
		va = nt_virt(phys); /* RAM by its physical address */
	if (!va) {
		char who[200];
		nt_finding("I/O space", "%s maps physical address 0x%llx, %llu bytes: no NIC has that in a memory BAR",
		           nt_where_text(nt_caller(), who, sizeof who), (unsigned long long)phys, (unsigned long long)bytes);
	}
	return va;
}

PVOID NTAPI MmMapIoSpace(PHYSICAL_ADDRESS PhysicalAddress, SIZE_T NumberOfBytes, MEMORY_CACHING_TYPE CacheType)
{
	return map_io((uint64_t)PhysicalAddress.QuadPart, NumberOfBytes);
}
PVOID NTAPI MmMapIoSpaceEx(PHYSICAL_ADDRESS PhysicalAddress, SIZE_T NumberOfBytes, ULONG Protect)
{
	return map_io((uint64_t)PhysicalAddress.QuadPart, NumberOfBytes);
}
VOID NTAPI MmUnmapIoSpace(PVOID BaseAddress, SIZE_T NumberOfBytes)
{
	if (!nt_phys(BaseAddress))
		nt_io_unmap(BaseAddress, NumberOfBytes);
}
LOGICAL NTAPI MmIsIoSpaceActive(PHYSICAL_ADDRESS StartAddress, SIZE_T NumberOfBytes)
{
	return FALSE; /* mappings are per call here; nothing else in the machine maps device memory */
}

/* Page: wdm MmGetSystemRoutineAddress: kernel and HAL only, NULL when this Windows does not have it. */
PVOID NTAPI MmGetSystemRoutineAddress(PUNICODE_STRING SystemRoutineName)
{
	char name[128];
	nt_utf8_of_ustr(SystemRoutineName, name, sizeof name);
	const struct image_export *x = nt_export_find("ntoskrnl.exe", name);
	if (!x || (x->ndis && x->ndis > nt_cfg.ndis_version)) {
		nt_logf("nt", "MmGetSystemRoutineAddress(%s): not available", name);
		return NULL;
	}
	return nt_gate(x);
}

LOGICAL NTAPI MmIsDriverVerifying(struct _DRIVER_OBJECT *DriverObject)
{
	return nt_cfg.verify;
}
LOGICAL NTAPI MmIsDriverSuspectForVerifier(struct _DRIVER_OBJECT *DriverObject)
{
	return nt_cfg.verify;
}
LOGICAL NTAPI MmIsDriverVerifyingByAddress(PVOID AddressWithinSection)
{
	return nt_cfg.verify;
}
NTSTATUS NTAPI MmIsVerifierEnabled(PULONG VerifierFlags)
{
	if (!nt_cfg.verify) {
		*VerifierFlags = 0;
		return STATUS_NO_SUCH_DEVICE; /* the page: the verifier is not running */
	}
	*VerifierFlags = 0x1 | 0x2 | 0x8 | 0x80; /* special pool, forced IRQL checks, pool tracking, DMA checking */
	return STATUS_SUCCESS;
}

static uint64_t ram_bytes(void)
{
	return ((const struct ram_header *)nt_cfg.ram)->ram_size;
}

MM_SYSTEMSIZE NTAPI MmQuerySystemSize(VOID)
{
	return MmLargeSystem;
}
BOOLEAN NTAPI MmIsThisAnNtAsSystem(VOID)
{
	return FALSE;
}
PPHYSICAL_MEMORY_RANGE NTAPI MmGetPhysicalMemoryRanges(VOID)
{
	PPHYSICAL_MEMORY_RANGE r = nt_pool_alloc_for(nt_caller(), NonPagedPool, 2 * sizeof *r, 0x50526d4du, true);
	if (r) {
		r[0].BaseAddress.QuadPart = (LONGLONG)RAM_PHYS_BASE;
		r[0].NumberOfBytes.QuadPart = (LONGLONG)ram_bytes();
	}
	return r;
}
NTSTATUS NTAPI MmGetCacheAttribute(PHYSICAL_ADDRESS PhysicalAddress, MEMORY_CACHING_TYPE *CacheType)
{
	*CacheType = nt_virt((uint64_t)PhysicalAddress.QuadPart) ? MmCached : MmNonCached;
	return STATUS_SUCCESS;
}

/* Page: ntddk MmCopyMemory: like memcpy, but a bad source is an answer. Flags: 1 physical, 2 virtual. */
NTSTATUS NTAPI MmCopyMemory(PVOID TargetAddress, MM_COPY_ADDRESS SourceAddress, SIZE_T NumberOfBytes, ULONG Flags,
                            PSIZE_T NumberOfBytesTransferred)
{
	*NumberOfBytesTransferred = 0;
	if (Flags != 1 && Flags != 2)
		return STATUS_INVALID_PARAMETER_4;
	const char *from = Flags == 1 ? nt_virt((uint64_t)SourceAddress.PhysicalAddress.QuadPart) : SourceAddress.VirtualAddress;
	if (Flags == 1 && (!from || !nt_virt((uint64_t)SourceAddress.PhysicalAddress.QuadPart + NumberOfBytes - 1)))
		return STATUS_INVALID_ADDRESS;
	while (NumberOfBytes) {
		size_t n = RAM_PAGE - ((uintptr_t)from & (RAM_PAGE - 1));
		if (n > NumberOfBytes)
			n = NumberOfBytes;
		if (!nt_readable(from, n))
			return STATUS_INVALID_ADDRESS;
		memcpy((char *)TargetAddress + *NumberOfBytesTransferred, from, n);
		*NumberOfBytesTransferred += n;
		from += n;
		NumberOfBytes -= n;
	}
	return STATUS_SUCCESS;
}

/* ---- paging of drivers: nothing of ours is ever paged out */
PVOID NTAPI MmLockPagableDataSection(PVOID AddressWithinSection)
{
	return AddressWithinSection;
}
VOID NTAPI MmLockPagableSectionByHandle(PVOID ImageSectionHandle)
{
}
VOID NTAPI MmUnlockPagableImageSection(PVOID ImageSectionHandle)
{
}
PVOID NTAPI MmPageEntireDriver(PVOID AddressWithinSection)
{
	struct image_where w = {0};
	image_where(AddressWithinSection, &w);
	return w.image ? image_info(w.image)->base : NULL;
}
VOID NTAPI MmResetDriverPaging(PVOID AddressWithinSection)
{
}

/* ---- Pages: wdm ProbeForRead, ProbeForWrite: raise for what cannot be touched. */
static void probe(volatile const VOID *Address, SIZE_T Length, ULONG Alignment)
{
	uintptr_t at = (uintptr_t)Address;
	if (!Length)
		return;
	if (Alignment > 1 && (at & (Alignment - 1)))
		image_raise_status((uint32_t)STATUS_DATATYPE_MISALIGNMENT);
	if (at + Length < at || at + Length > MmUserProbeAddress)
		image_raise_status((uint32_t)STATUS_ACCESS_VIOLATION);
}
VOID NTAPI ProbeForRead(volatile VOID *Address, SIZE_T Length, ULONG Alignment)
{
	probe(Address, Length, Alignment);
}
VOID NTAPI ProbeForWrite(volatile VOID *Address, SIZE_T Length, ULONG Alignment)
{
	probe(Address, Length, Alignment);
	if (Length && !nt_readable((const void *)(uintptr_t)Address, Length))
		image_raise_status((uint32_t)STATUS_ACCESS_VIOLATION);
}

/* ---- Page: wdm RtlCompareMemory, ntifs RtlCompareMemoryUlong */
SIZE_T NTAPI RtlCompareMemory(const VOID *A, const VOID *B, SIZE_T Length)
{
	const uint8_t *a = A, *b = B;
	SIZE_T n = 0;
	while (n < Length && a[n] == b[n])
		n++;
	return n;
}
SIZE_T NTAPI RtlCompareMemoryUlong(PVOID Source, SIZE_T Length, ULONG Pattern)
{
	const ULONG *p = Source;
	SIZE_T n = 0;
	while (n + 4 <= Length && p[n / 4] == Pattern)
		n += 4;
	return n;
}
BOOLEAN NTAPI RtlIsZeroMemory(PVOID Buffer, SIZE_T Length)
{
	const uint8_t *p = Buffer;
	for (SIZE_T i = 0; i < Length; i++)
		if (p[i])
			return FALSE;
	return TRUE;
}
VOID NTAPI RtlCopyMemoryNonTemporal(VOID *Destination, const VOID *Source, SIZE_T Length)
{
	memcpy(Destination, Source, Length);
}
VOID NTAPI RtlPrefetchMemoryNonTemporal(PVOID Source, SIZE_T Length)
{
	for (SIZE_T i = 0; i < Length; i += 64)
		__builtin_prefetch((char *)Source + i, 0, 0);
}
