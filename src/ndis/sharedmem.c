/*
 * Memory that driver and NIC share. Whole pages of RAM, physically contiguous as all runs of nt_pages_alloc are.
 *
 * Low memory. RAM begins at 4 GiB, so nothing in it has a 32-bit physical address. For adapters without 64-bit DMA a run of RAM is given a
 * second, low address for devices: ram_header.low says where it is, RAM_LOW_BASE is the bus address of its first byte, and src/hw
 * translates. It is made when the first such adapter needs it; shared memory and bounce buffers come from it page by page.
 *
 * learn.microsoft.com/.../ddi/ndis/nf-ndis-ndismallocatesharedmemory, network/shared-memory-interface
 */
#include "ndis/io.h"
#include <pthread.h>
#include <string.h>

static struct {
	pthread_mutex_t lock;
	char *base;
	unsigned pages, hint;
	uint8_t *taken; /* one byte a page */
} low = {.lock = PTHREAD_MUTEX_INITIALIZER};

static bool low_ready(void)
{
	if (low.base)
		return true;
	low.base = nt_pages_alloc(RAM_LOW_SIZE);
	if (!low.base)
		return false;
	low.pages = RAM_LOW_SIZE / RAM_PAGE;
	low.taken = nt_pool_alloc(low.pages, IO_TAG('N', 'D', 'l', 'o'));
	if (!low.taken) {
		nt_pages_free(low.base, RAM_LOW_SIZE);
		low.base = NULL;
		return false;
	}
	struct ram_header *h = (struct ram_header *)NT_RAM_BASE;
	h->low = (uint64_t)((uintptr_t)low.base - NT_RAM_BASE);
	return true;
}

void *io_low_alloc(size_t bytes, uint64_t *bus)
{
	const unsigned n = (unsigned)((bytes + RAM_PAGE - 1) / RAM_PAGE);
	char *found = NULL;
	pthread_mutex_lock(&low.lock);
	if (n && low_ready())
		for (unsigned pass = 0; pass < 2 && !found; pass++)
			for (unsigned at = pass ? 0 : low.hint, run = 0; at < low.pages; at++) {
				run = low.taken[at] ? 0 : run + 1;
				if (run < n)
					continue;
				memset(low.taken + at + 1 - n, 1, n);
				low.hint = at + 1;
				found = low.base + (size_t)(at + 1 - n) * RAM_PAGE;
				*bus = RAM_LOW_BASE + (uint64_t)(found - low.base);
				break;
			}
	pthread_mutex_unlock(&low.lock);
	return found;
}

void io_low_free(void *p, size_t bytes)
{
	const size_t at = (size_t)((char *)p - low.base) / RAM_PAGE, n = (bytes + RAM_PAGE - 1) / RAM_PAGE;
	pthread_mutex_lock(&low.lock);
	if (low.base && at + n <= low.pages)
		memset(low.taken + at, 0, n);
	pthread_mutex_unlock(&low.lock);
}

void io_low_exit(void)
{
	if (!low.base)
		return;
	nt_pool_free(low.taken);
	nt_pages_free(low.base, RAM_LOW_SIZE);
	low.base = NULL;
	low.taken = NULL;
	low.hint = 0;
}

/* ---- blocks */
struct shared {
	struct io_object obj;
	void *va;
	uint64_t bus;
	ULONG length;
	bool is_low;
};

static void shared_drop(struct io_object *o)
{
	struct shared *s = base_container_of(o, struct shared, obj);
	if (s->is_low)
		io_low_free(s->va, s->length);
	else
		nt_pages_free(s->va, s->length);
	io_object_remove(o);
	nt_pool_free(s);
}

static struct shared *shared_new(NDIS_HANDLE handle, struct ndis_adapter *a, ULONG length)
{
	struct shared *s = length ? nt_pool_alloc(sizeof(*s), IO_TAG('N', 'D', 's', 'm')) : NULL;
	if (!s)
		return NULL;
	s->length = length;
	s->is_low = !io_dma_wide(a);
	if (s->is_low) {
		s->va = io_low_alloc(length, &s->bus);
	} else {
		s->va = nt_pages_alloc(length);
		s->bus = s->va ? nt_phys(s->va) : 0;
	}
	if (!s->va) {
		nt_pool_free(s);
		return NULL;
	}
	if (nt_cfg.verify) /* nobody promises that it is zero */
		memset(s->va, 0xbd, length);
	io_object_add(&s->obj, NDIS_OBJ_SHARED_MEMORY, handle, shared_drop);
	return s;
}

static bool has_channel(struct ndis_adapter *a, const char *function)
{
	if (a && a->io && io_of(a)->dma)
		return true;
	ndis_finding(a, "dma", "%s before NdisMRegisterScatterGatherDma", function);
	return false;
}

void NTAPI NdisMAllocateSharedMemory(NDIS_HANDLE MiniportAdapterHandle, ULONG Length, BOOLEAN Cached, PVOID *VirtualAddress,
                                     PNDIS_PHYSICAL_ADDRESS PhysicalAddress)
{
	struct ndis_adapter *a = ndis_adapter_of_handle(MiniportAdapterHandle, "NdisMAllocateSharedMemory");
	(void)Cached;
	*VirtualAddress = NULL;
	PhysicalAddress->QuadPart = 0;
	if (!a || !has_channel(a, "NdisMAllocateSharedMemory"))
		return;
	struct shared *s = shared_new(a, a, Length);
	if (!s)
		return;
	*VirtualAddress = s->va;
	PhysicalAddress->QuadPart = (LONGLONG)s->bus;
}

static bool is_at(struct io_object *o, void *va)
{
	return base_container_of(o, struct shared, obj)->va == va;
}

void NTAPI NdisMFreeSharedMemory(NDIS_HANDLE MiniportAdapterHandle, ULONG Length, BOOLEAN Cached, PVOID VirtualAddress,
                                 NDIS_PHYSICAL_ADDRESS PhysicalAddress)
{
	struct ndis_adapter *a = ndis_adapter_of_handle(MiniportAdapterHandle, "NdisMFreeSharedMemory");
	(void)Cached;
	if (!a)
		return;
	struct io_object *o = io_object_find(a, NDIS_OBJ_SHARED_MEMORY, is_at, VirtualAddress);
	struct shared *s = o ? base_container_of(o, struct shared, obj) : NULL;
	if (!s || s->length != Length || s->bus != (uint64_t)PhysicalAddress.QuadPart) {
		ndis_finding(a, "dma", "NdisMFreeSharedMemory: %u bytes at %p, physical 0x%llx: %s", Length, VirtualAddress,
		             (long long)PhysicalAddress.QuadPart,
		             s ? "length and physical address are not those of the allocation" : "no such shared memory");
		if (!s)
			return;
	}
	shared_drop(o);
}

/* ---- asynchronously: on a system thread, as the page says PASSIVE_LEVEL */
struct later {
	WORK_QUEUE_ITEM item;
	struct ndis_adapter *adapter;
	MINIPORT_ALLOCATE_SHARED_MEM_COMPLETE_HANDLER complete;
	ULONG length;
	PVOID context;
};

static void NTAPI allocate_later(PVOID parameter)
{
	struct later *l = parameter;
	struct ndis_adapter *a = l->adapter;
	struct shared *s = shared_new(a, a, l->length);
	NDIS_PHYSICAL_ADDRESS phys = {.QuadPart = s ? (LONGLONG)s->bus : 0};
	NDIS_CALLBACK_VOID(a->trace_nic, "MiniportSharedMemoryAllocateComplete", 0, l->complete, a->context, s ? s->va : NULL,
	                   s ? &phys : NULL, l->length, l->context);
	nt_pool_free(l);
}

static NDIS_STATUS allocate_async(struct dma_channel *c, ULONG length, PVOID context)
{
	struct later *l = c->shared_complete && c->obj.adapter ? nt_pool_alloc(sizeof(*l), IO_TAG('N', 'D', 's', 'a')) : NULL;
	if (!l)
		return NDIS_STATUS_FAILURE;
	*l = (struct later){.adapter = c->obj.adapter, .complete = c->shared_complete, .length = length, .context = context};
	l->item = (WORK_QUEUE_ITEM){.WorkerRoutine = allocate_later, .Parameter = l};
	ExQueueWorkItem(&l->item, DelayedWorkQueue);
	return NDIS_STATUS_PENDING;
}

NDIS_STATUS NTAPI NdisMAllocateSharedMemoryAsyncEx(NDIS_HANDLE MiniportDmaHandle, ULONG Length, BOOLEAN Cached, PVOID Context)
{
	struct dma_channel *c = io_object_of(MiniportDmaHandle, NDIS_OBJ_DMA, "NdisMAllocateSharedMemoryAsyncEx");
	(void)Cached;
	return c ? allocate_async(c, Length, Context) : NDIS_STATUS_FAILURE;
}

NDIS_STATUS NTAPI NdisMAllocateSharedMemoryAsync(NDIS_HANDLE MiniportAdapterHandle, ULONG Length, BOOLEAN Cached, PVOID Context)
{
	struct ndis_adapter *a = ndis_adapter_of_handle(MiniportAdapterHandle, "NdisMAllocateSharedMemoryAsync");
	(void)Cached;
	if (!a || !has_channel(a, "NdisMAllocateSharedMemoryAsync"))
		return NDIS_STATUS_FAILURE;
	return allocate_async(base_container_of(io_of(a)->dma, struct dma_channel, obj), Length, Context);
}

/* ---- NDIS 6.20 */
NDIS_STATUS NTAPI NdisAllocateSharedMemory(NDIS_HANDLE NdisHandle, PNDIS_SHARED_MEMORY_PARAMETERS p, PNDIS_HANDLE pAllocationHandle)
{
	struct ndis_adapter *a = io_adapter_of_any(NdisHandle);
	*pAllocationHandle = NULL;
	if (p->Header.Type != NDIS_OBJECT_TYPE_DEFAULT || p->Header.Revision < 1 ||
	    p->Header.Size < NDIS_SIZEOF_SHARED_MEMORY_PARAMETERS_REVISION_1 || !p->Length)
		return NDIS_STATUS_INVALID_PARAMETER;
	if (!a || !has_channel(a, "NdisAllocateSharedMemory"))
		return NDIS_STATUS_FAILURE;
	if (p->SGListBuffer && p->SGListBufferLength < offsetof(SCATTER_GATHER_LIST, Elements) + sizeof(SCATTER_GATHER_ELEMENT))
		return NDIS_STATUS_INVALID_PARAMETER;
	struct shared *s = shared_new(NdisHandle, a, p->Length);
	if (!s)
		return NDIS_STATUS_RESOURCES;
	p->VirtualAddress = s->va;
	p->SharedMemoryHandle = s;
	if (p->SGListBuffer) {
		p->SGListBuffer->NumberOfElements = 1;
		p->SGListBuffer->Elements[0] = (SCATTER_GATHER_ELEMENT){.Address = {.QuadPart = (LONGLONG)s->bus}, .Length = s->length};
	}
	*pAllocationHandle = s;
	return NDIS_STATUS_SUCCESS;
}

void NTAPI NdisFreeSharedMemory(NDIS_HANDLE NdisHandle, NDIS_HANDLE AllocationHandle)
{
	(void)NdisHandle;
	struct shared *s = io_object_of(AllocationHandle, NDIS_OBJ_SHARED_MEMORY, "NdisFreeSharedMemory");
	if (s)
		shared_drop(&s->obj);
}

/* Caches are coherent on x64: nothing to do, as the macro that called it on other machines knew. */
void NTAPI NdisUpdateSharedMemory(NDIS_HANDLE NdisAdapterHandle, ULONG Length, PVOID VirtualAddress, NDIS_PHYSICAL_ADDRESS PhysicalAddress)
{
	(void)NdisAdapterHandle, (void)Length, (void)VirtualAddress, (void)PhysicalAddress;
}

ULONG NTAPI NdisGetSharedDataAlignment(void)
{
	return 64; /* bytes of a cache line */
}
