/*
 * Memory and strings. Both are pool: ExAllocatePoolWithTag and friends record the driver as the owner and fill the block with a pattern
 * (nothing here promises zeros); what is never freed shows up in the leak report at unload.
 * learn.microsoft.com/windows-hardware/drivers/network/ndis-memory-management, .../ndis-string-functions
 */
#include "ndis/io.h"
#include <string.h>

PVOID NTAPI NdisAllocateMemoryWithTagPriority(NDIS_HANDLE NdisHandle, UINT Length, ULONG Tag, EX_POOL_PRIORITY Priority)
{
	(void)NdisHandle;
	return ExAllocatePoolWithTagPriority(NonPagedPool, Length, Tag, Priority);
}

NDIS_STATUS NTAPI NdisAllocateMemoryWithTag(PVOID *VirtualAddress, UINT Length, ULONG Tag)
{
	*VirtualAddress = ExAllocatePoolWithTag(NonPagedPool, Length, Tag);
	return *VirtualAddress ? NDIS_STATUS_SUCCESS : NDIS_STATUS_FAILURE;
}

/* MemoryFlags tell how noncached and contiguous memory of NDIS 5 was made; NDIS 6 has no such memory. */
void NTAPI NdisFreeMemory(PVOID VirtualAddress, UINT Length, UINT MemoryFlags)
{
	(void)Length;
	if (MemoryFlags)
		ndis_finding(NULL, "memory", "NdisFreeMemory: MemoryFlags is 0x%x; NDIS 6 memory is freed with 0", MemoryFlags);
	if (VirtualAddress)
		ExFreePoolWithTag(VirtualAddress, 0);
}

void NTAPI NdisFreeMemoryWithTag(PVOID VirtualAddress, ULONG Tag)
{
	ExFreePoolWithTag(VirtualAddress, Tag);
}

void NTAPI NdisFreeMemoryWithTagPriority(NDIS_HANDLE NdisHandle, PVOID VirtualAddress, ULONG Tag)
{
	(void)NdisHandle;
	ExFreePoolWithTag(VirtualAddress, Tag);
}

/* ---- strings */
void NTAPI NdisInitializeString(PNDIS_STRING Destination, PUCHAR Source)
{
	const size_t n = strlen((const char *)Source);
	*Destination = (NDIS_STRING){0};
	if (n >= 0x7fff)
		return;
	WCHAR *s = ExAllocatePoolWithTag(NonPagedPool, (n + 1) * sizeof(WCHAR), IO_TAG('N', 'D', 's', 't'));
	if (!s)
		return;
	for (size_t i = 0; i <= n; i++)
		s[i] = Source[i];
	*Destination =
	        (NDIS_STRING){.Buffer = s, .Length = (USHORT)(n * sizeof(WCHAR)), .MaximumLength = (USHORT)((n + 1) * sizeof(WCHAR))};
}

/* ---- generic objects: an NDIS handle for code that has none */

PNDIS_GENERIC_OBJECT NTAPI NdisAllocateGenericObject(PDRIVER_OBJECT DriverObject, ULONG Tag, USHORT Size)
{
	NDIS_GENERIC_OBJECT *g = ExAllocatePoolWithTag(NonPagedPool, sizeof(*g) + Size, Tag);
	if (!g)
		return NULL;
	memset(g, 0, sizeof(*g) + Size);
	g->Header = (NDIS_OBJECT_HEADER){NDIS_OBJECT_TYPE_DEFAULT, 1, sizeof(*g)};
	g->Caller = (PVOID)(uintptr_t)nt_caller();
	g->DriverObject = DriverObject;
	return g;
}

void NTAPI NdisFreeGenericObject(PNDIS_GENERIC_OBJECT NdisObject)
{
	ExFreePoolWithTag(NdisObject, 0);
}
