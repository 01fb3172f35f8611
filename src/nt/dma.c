/*
 * IoGetDmaAdapter: a DMA_ADAPTER for bus masters that reach all of RAM. Logical addresses are physical addresses; nothing is bounced, map
 * registers cost nothing. (NDIS's own scatter/gather DMA is src/ndis/dma.c, which also serves NICs without 64-bit DMA.) Pages: wdm
 * DMA_OPERATIONS, GetScatterGatherList.
 *
 * Operations are gates. Those of version 3 that are not here keep a gate to a function that names them when called.
 */
#include "nt/exec.h"
#include <string.h>

#define TAG_DMA 0x20616d44u /* "Dma " */
/* SCATTER_GATHER_LIST: wdm.h only names it, its members come with ndis.h, which nt does not see. */
struct sg_list {
	ULONG NumberOfElements;
	ULONG_PTR Reserved;
	struct {
		PHYSICAL_ADDRESS Address;
		ULONG Length;
		ULONG_PTR Reserved;
	} Elements[];
};
#define MAP_BASE ((PVOID)1) /* a map register base: there are none */
struct adapter {
	DMA_ADAPTER public;
	DMA_OPERATIONS operations;
	DEVICE_OBJECT *pdo;
	ULONG max_length;
};

static VOID NTAPI put_dma_adapter(PDMA_ADAPTER a)
{
	nt_pool_free(a);
}

static PVOID NTAPI allocate_common_buffer(PDMA_ADAPTER a, ULONG Length, PPHYSICAL_ADDRESS Logical, BOOLEAN CacheEnabled)
{
	PVOID p = nt_pool_alloc_for(nt_caller(), (POOL_TYPE)NT_POOL_CONTIGUOUS, Length, TAG_DMA, true);
	Logical->QuadPart = p ? (LONGLONG)nt_phys(p) : 0;
	return p;
}
static VOID NTAPI free_common_buffer(PDMA_ADAPTER a, ULONG Length, PHYSICAL_ADDRESS Logical, PVOID VirtualAddress, BOOLEAN CacheEnabled)
{
	ExFreePool(VirtualAddress);
}
static PVOID NTAPI allocate_common_buffer_ex(PDMA_ADAPTER a, PPHYSICAL_ADDRESS Maximum, ULONG Length, PPHYSICAL_ADDRESS Logical,
                                             BOOLEAN CacheEnabled, NODE_REQUIREMENT Node)
{
	PVOID p = allocate_common_buffer(a, Length, Logical, CacheEnabled);
	if (p && Maximum && Logical->QuadPart + Length - 1 > Maximum->QuadPart) {
		ExFreePool(p);
		p = NULL;
	}
	return p;
}

static NTSTATUS NTAPI allocate_adapter_channel(PDMA_ADAPTER a, PDEVICE_OBJECT Device, ULONG MapRegisters, PDRIVER_CONTROL Execute,
                                               PVOID Context)
{
	((DRIVER_CONTROL *)Execute)(Device, Device->CurrentIrp, MAP_BASE, Context); /* whatever it wants to keep, there is enough */
	return STATUS_SUCCESS;
}
static BOOLEAN NTAPI flush_adapter_buffers(PDMA_ADAPTER a, PMDL Mdl, PVOID MapBase, PVOID CurrentVa, ULONG Length, BOOLEAN WriteToDevice)
{
	return TRUE;
}
static VOID NTAPI free_adapter_channel(PDMA_ADAPTER a)
{
}
static VOID NTAPI free_map_registers(PDMA_ADAPTER a, PVOID MapBase, ULONG Count)
{
}
static ULONG NTAPI get_dma_alignment(PDMA_ADAPTER a)
{
	return 1;
}
static ULONG NTAPI read_dma_counter(PDMA_ADAPTER a)
{
	return 0; /* slave DMA has no counter here: only bus masters get an adapter */
}

/* The longest physically contiguous run from `va`, which lies in the MDL. */
static uint64_t run_at(PMDL m, const char *va, ULONG want, ULONG *length)
{
	size_t offset = (size_t)(va - (char *)m->StartVa);
	const PFN_NUMBER *pfn = (const PFN_NUMBER *)(m + 1) + offset / RAM_PAGE;
	uint64_t at = *pfn * RAM_PAGE + offset % RAM_PAGE;
	ULONG n = (ULONG)(RAM_PAGE - offset % RAM_PAGE);
	while (n < want && pfn[1] == pfn[0] + 1) {
		pfn++;
		n += RAM_PAGE;
	}
	*length = n < want ? n : want;
	return at;
}
static PHYSICAL_ADDRESS NTAPI map_transfer(PDMA_ADAPTER a, PMDL Mdl, PVOID MapBase, PVOID CurrentVa, PULONG Length, BOOLEAN WriteToDevice)
{
	return (PHYSICAL_ADDRESS){.QuadPart = (LONGLONG)run_at(Mdl, CurrentVa, *Length, Length)};
}

/* Counts elements (list NULL) or fills them. False: the MDL chain is shorter than Length. */
static bool walk(PMDL m, const char *va, ULONG length, struct sg_list *list, ULONG *count)
{
	ULONG n = 0;
	while (length) {
		if (!m)
			return false;
		ULONG left = (ULONG)((char *)m->StartVa + m->ByteOffset + m->ByteCount - va), run;
		uint64_t at = run_at(m, va, left < length ? left : length, &run);
		if (list) {
			list->Elements[n].Address.QuadPart = (LONGLONG)at;
			list->Elements[n].Length = run;
		}
		n++;
		va += run;
		length -= run;
		if (run == left) {
			m = m->Next;
			va = m ? (char *)m->StartVa + m->ByteOffset : NULL;
		}
	}
	*count = n;
	return true;
}
static NTSTATUS NTAPI calculate_scatter_gather_list(PDMA_ADAPTER a, PMDL Mdl, PVOID CurrentVa, ULONG Length, PULONG Size,
                                                    PULONG MapRegisters)
{
	ULONG n = (Length + RAM_PAGE - 1) / RAM_PAGE + 1;
	if (Mdl && !walk(Mdl, CurrentVa, Length, NULL, &n))
		return STATUS_BUFFER_TOO_SMALL;
	*Size = (ULONG)(offsetof(struct sg_list, Elements) + n * sizeof((struct sg_list *)0)->Elements[0]);
	if (MapRegisters)
		*MapRegisters = n;
	return STATUS_SUCCESS;
}
static NTSTATUS NTAPI build_scatter_gather_list(PDMA_ADAPTER a, PDEVICE_OBJECT Device, PMDL Mdl, PVOID CurrentVa, ULONG Length,
                                                PDRIVER_LIST_CONTROL Execute, PVOID Context, BOOLEAN WriteToDevice, PVOID Buffer,
                                                ULONG BufferLength)
{
	ULONG size, n;
	NTSTATUS st = calculate_scatter_gather_list(a, Mdl, CurrentVa, Length, &size, &n);
	if (st)
		return st;
	if (BufferLength < size)
		return STATUS_BUFFER_TOO_SMALL;
	struct sg_list *l = Buffer;
	l->Reserved = 0;
	walk(Mdl, CurrentVa, Length, l, &n);
	l->NumberOfElements = n;
	((DRIVER_LIST_CONTROL *)Execute)(Device, Device->CurrentIrp, (PSCATTER_GATHER_LIST)l, Context);
	return STATUS_SUCCESS;
}
static NTSTATUS NTAPI get_scatter_gather_list(PDMA_ADAPTER a, PDEVICE_OBJECT Device, PMDL Mdl, PVOID CurrentVa, ULONG Length,
                                              PDRIVER_LIST_CONTROL Execute, PVOID Context, BOOLEAN WriteToDevice)
{
	ULONG size;
	NTSTATUS st = calculate_scatter_gather_list(a, Mdl, CurrentVa, Length, &size, NULL);
	if (st)
		return st;
	struct sg_list *l = nt_pool_alloc_for(nt_caller(), NonPagedPool, size, TAG_DMA, true);
	if (!l)
		return STATUS_INSUFFICIENT_RESOURCES;
	l->Reserved = 1; /* ours to free */
	ULONG n;
	walk(Mdl, CurrentVa, Length, l, &n);
	l->NumberOfElements = n;
	((DRIVER_LIST_CONTROL *)Execute)(Device, Device->CurrentIrp, (PSCATTER_GATHER_LIST)l, Context);
	return STATUS_SUCCESS;
}
static VOID NTAPI put_scatter_gather_list(PDMA_ADAPTER a, PSCATTER_GATHER_LIST List, BOOLEAN WriteToDevice)
{
	if (((struct sg_list *)List)->Reserved == 1)
		ExFreePool(List);
}
static NTSTATUS NTAPI build_mdl_from_scatter_gather_list(PDMA_ADAPTER a, PSCATTER_GATHER_LIST List, PMDL Original, PMDL *Target)
{
	*Target = Original; /* nothing was bounced: the original describes the same memory */
	return STATUS_SUCCESS;
}
static NTSTATUS NTAPI missing(PDMA_ADAPTER a)
{
	nt_crash_driver("unimplemented", "the driver calls a DMA_OPERATIONS function of version 3 that Flue does not have");
}

#define OP(fn, limit)                                                                                                                      \
	static const struct image_export x_##fn = {                                                                                        \
	        .dll = "HAL.dll", .name = "DMA_OPERATIONS." #fn, .address = fn, .max_irql = limit, .quiet = 1}
OP(put_dma_adapter, 0);
OP(allocate_common_buffer, 0);
OP(free_common_buffer, 0);
OP(allocate_common_buffer_ex, 0);
OP(allocate_adapter_channel, 2);
OP(flush_adapter_buffers, 2);
OP(free_adapter_channel, 2);
OP(free_map_registers, 2);
OP(map_transfer, 2);
OP(get_dma_alignment, 0);
OP(read_dma_counter, 2);
OP(get_scatter_gather_list, 2);
OP(put_scatter_gather_list, 2);
OP(calculate_scatter_gather_list, 2);
OP(build_scatter_gather_list, 2);
OP(build_mdl_from_scatter_gather_list, 2);
OP(missing, IMAGE_IRQL_ANY);

struct _DMA_ADAPTER *NTAPI IoGetDmaAdapter(PDEVICE_OBJECT PhysicalDeviceObject, struct _DEVICE_DESCRIPTION *D, PULONG NumberOfMapRegisters)
{
	if (!D->Master || (!D->Dma64BitAddresses && !(D->Version >= 3 && D->DmaAddressWidth > 32))) {
		char who[200];
		nt_finding("DMA",
		           "IoGetDmaAdapter from %s: only bus masters with 64-bit DMA are served here (RAM lies above 4 GiB); use "
		           "NdisMRegisterScatterGatherDma",
		           nt_where_text(nt_caller(), who, sizeof who));
		return NULL;
	}
	struct adapter *a = nt_pool_alloc_for(nt_caller(), NonPagedPool, sizeof *a, TAG_DMA, true);
	if (!a)
		return NULL;
	a->public.Version = (USHORT)(D->Version >= 3 ? 3 : D->Version >= 2 ? 2 : 1);
	a->public.Size = sizeof a->public;
	a->public.DmaOperations = &a->operations;
	a->pdo = PhysicalDeviceObject;
	a->max_length = D->MaximumLength;
	void **slot = (void **)&a->operations.PutDmaAdapter;
	for (size_t i = 0; i < (sizeof a->operations - offsetof(DMA_OPERATIONS, PutDmaAdapter)) / sizeof *slot; i++)
		slot[i] = nt_gate(&x_missing);
	/* Version 1 ends with PutScatterGatherList, version 2 with BuildMdlFromScatterGatherList. */
	a->operations.Size = a->public.Version == 1   ? (ULONG)offsetof(DMA_OPERATIONS, CalculateScatterGatherList)
	                     : a->public.Version == 2 ? (ULONG)offsetof(DMA_OPERATIONS, GetDmaAdapterInfo)
	                                              : sizeof a->operations;
#define SET(member, fn) *(void **)&a->operations.member = nt_gate(&x_##fn)
	SET(PutDmaAdapter, put_dma_adapter);
	SET(AllocateCommonBuffer, allocate_common_buffer);
	SET(FreeCommonBuffer, free_common_buffer);
	SET(AllocateCommonBufferEx, allocate_common_buffer_ex);
	SET(AllocateAdapterChannel, allocate_adapter_channel);
	SET(FlushAdapterBuffers, flush_adapter_buffers);
	SET(FreeAdapterChannel, free_adapter_channel);
	SET(FreeMapRegisters, free_map_registers);
	SET(MapTransfer, map_transfer);
	SET(GetDmaAlignment, get_dma_alignment);
	SET(ReadDmaCounter, read_dma_counter);
	SET(GetScatterGatherList, get_scatter_gather_list);
	SET(PutScatterGatherList, put_scatter_gather_list);
	SET(CalculateScatterGatherList, calculate_scatter_gather_list);
	SET(BuildScatterGatherList, build_scatter_gather_list);
	SET(BuildMdlFromScatterGatherList, build_mdl_from_scatter_gather_list);
	*NumberOfMapRegisters = (D->MaximumLength + RAM_PAGE - 1) / RAM_PAGE + 1;
	return &a->public;
}
