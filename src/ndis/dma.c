/*
 * Scatter/gather DMA for bus masters.
 *
 * A list describes the MDLs of a NET_BUFFER from the beginning of CurrentMdl on, so its first CurrentMdlOffset bytes are not data;
 * neighbouring pages are one element. Our RAM has physical addresses from 4 GiB up, so an adapter that did not say
 * NDIS_SG_DMA_64_BIT_ADDRESS gets bounce buffers from a window below (sharedmem.c): filled before MiniportProcessSGList when the device
 * reads, copied back at NdisMFreeNetBufferSGList when it wrote.
 *
 * What has to be undone hangs at the list's Reserved member; a list in the driver's own buffer of an adapter with 64-bit DMA needs nothing
 * and no allocation. learn.microsoft.com/windows-hardware/drivers/network/ndis-scatter-gather-dma
 */
#include "ndis/io.h"
#include <string.h>

#define SG_PLAIN  0x53474c31u /* nothing to undo */
#define SG_RECORD 0x53475245u
#define SG_HEAD   offsetof(SCATTER_GATHER_LIST, Elements)

struct sg_record {
	uint32_t magic;
	bool ours, to_device;
	MDL *mdl;
	ULONG skip, length; /* bytes of the MDL chain before and in the list */
	void *bounce;
};

bool io_dma_wide(struct ndis_adapter *a)
{
	struct dma_channel *c = a && a->io && io_of(a)->dma ? base_container_of(io_of(a)->dma, struct dma_channel, obj) : NULL;
	return !c || c->wide;
}

static ULONG list_size(ULONG elements)
{
	return (ULONG)(SG_HEAD + elements * sizeof(SCATTER_GATHER_ELEMENT));
}

static void channel_drop(struct io_object *o)
{
	struct dma_channel *c = base_container_of(o, struct dma_channel, obj);
	if (c->lists > 0)
		ndis_finding(o->adapter, "dma", "scatter/gather DMA given back while %d scatter/gather list%s not freed", c->lists,
		             c->lists > 1 ? "s are" : " is");
	if (o->adapter && o->adapter->io && io_of(o->adapter)->dma == o)
		io_of(o->adapter)->dma = NULL;
	io_object_remove(o);
	nt_pool_free(c);
}

NDIS_STATUS NTAPI NdisMRegisterScatterGatherDma(NDIS_HANDLE MiniportAdapterHandle, PNDIS_SG_DMA_DESCRIPTION DmaDescription,
                                                PNDIS_HANDLE NdisMiniportDmaHandle)
{
	struct ndis_adapter *a = ndis_adapter_of_handle(MiniportAdapterHandle, "NdisMRegisterScatterGatherDma");
	*NdisMiniportDmaHandle = NULL;
	if (!a)
		return NDIS_STATUS_FAILURE;
	const NDIS_OBJECT_HEADER *h = &DmaDescription->Header;
	if (h->Type != NDIS_OBJECT_TYPE_SG_DMA_DESCRIPTION || h->Revision < 1 || h->Size < NDIS_SIZEOF_SG_DMA_DESCRIPTION_REVISION_1) {
		ndis_finding(a, "dma", "NdisMRegisterScatterGatherDma: Header has Type 0x%02x Revision %u Size %u", h->Type, h->Revision,
		             h->Size);
		return NDIS_STATUS_BAD_VERSION;
	}
	if (!(a->attribute_flags & NDIS_MINIPORT_ATTRIBUTES_BUS_MASTER)) {
		ndis_finding(a, "dma",
		             "NdisMRegisterScatterGatherDma: the registration attributes lack NDIS_MINIPORT_ATTRIBUTES_BUS_MASTER");
		return NDIS_STATUS_NOT_SUPPORTED;
	}
	struct dma_channel *c = nt_pool_alloc(sizeof(*c), IO_TAG('N', 'D', 'd', 'm'));
	if (!c)
		return NDIS_STATUS_RESOURCES;
	c->process = DmaDescription->ProcessSGListHandler;
	c->shared_complete = DmaDescription->SharedMemAllocateCompleteHandler;
	c->wide = DmaDescription->Flags & NDIS_SG_DMA_64_BIT_ADDRESS;
	c->maximum = DmaDescription->MaximumPhysicalMapping;
	io_object_add(&c->obj, NDIS_OBJ_DMA, a, channel_drop);
	io_of(a)->dma = &c->obj;
	/* Every page its own element, a page more for data that begins inside one, and a few for headers in MDLs of their own. */
	DmaDescription->ScatterGatherListSize = list_size((c->maximum + RAM_PAGE - 1) / RAM_PAGE + 1 + 8);
	*NdisMiniportDmaHandle = c;
	return NDIS_STATUS_SUCCESS;
}

void NTAPI NdisMDeregisterScatterGatherDma(NDIS_HANDLE NdisMiniportDmaHandle)
{
	struct dma_channel *c = io_object_of(NdisMiniportDmaHandle, NDIS_OBJ_DMA, "NdisMDeregisterScatterGatherDma");
	if (c)
		channel_drop(&c->obj);
}

/* ---- lists */
/* Writes the elements for `length` bytes of the chain after `skip`; with list NULL only counts. Returns their number, 0 when the chain is
 * too short. */
static ULONG describe(const MDL *m, ULONG skip, ULONG length, SCATTER_GATHER_LIST *list)
{
	uint64_t next = 0;
	ULONG n = 0;
	for (; m && length; m = m->Next) {
		ULONG left = m->ByteCount;
		if (skip >= left) {
			skip -= left;
			continue;
		}
		ULONG at = m->ByteOffset + skip;
		left -= skip;
		skip = 0;
		if (left > length)
			left = length;
		length -= left;
		while (left) {
			ULONG bytes = RAM_PAGE - at % RAM_PAGE;
			if (bytes > left)
				bytes = left;
			const uint64_t phys = io_mdl_pfns(m)[at / RAM_PAGE] * RAM_PAGE + at % RAM_PAGE;
			if (n && phys == next) {
				if (list)
					list->Elements[n - 1].Length += bytes;
			} else {
				if (list)
					list->Elements[n] =
					        (SCATTER_GATHER_ELEMENT){.Address = {.QuadPart = (LONGLONG)phys}, .Length = bytes};
				n++;
			}
			next = phys + bytes;
			at += bytes;
			left -= bytes;
		}
	}
	return length ? 0 : n;
}

static bool bounce_copy(const struct sg_record *r, bool out)
{
	ULONG skip = r->skip, length = r->length;
	char *p = r->bounce;
	for (MDL *m = r->mdl; m && length; m = m->Next) {
		if (skip >= m->ByteCount) {
			skip -= m->ByteCount;
			continue;
		}
		ULONG n = m->ByteCount - skip;
		if (n > length)
			n = length;
		char *va = io_mdl_va(m);
		if (!va)
			return false;
		memcpy(out ? p : va + skip, out ? va + skip : p, n);
		p += n;
		length -= n;
		skip = 0;
	}
	return true;
}

/* Builds a list over the chain. `buffer` of `buffer_bytes` is used when it suffices. NULL and *status on failure. */
static SCATTER_GATHER_LIST *build(bool wide, MDL *mdl, ULONG skip, ULONG length, bool to_device, void *buffer, ULONG buffer_bytes,
                                  NDIS_STATUS *status)
{
	ULONG n = wide ? describe(mdl, skip, length, NULL) : 1;
	*status = NDIS_STATUS_RESOURCES;
	if (!n || (!wide && !describe(mdl, skip, length, NULL))) {
		ndis_finding(NULL, "dma", "a scatter/gather list of %u bytes is asked for and the MDLs describe fewer", length);
		*status = NDIS_STATUS_FAILURE;
		return NULL;
	}
	SCATTER_GATHER_LIST *list =
	        buffer && buffer_bytes >= list_size(n) ? buffer : nt_pool_alloc(list_size(n), IO_TAG('N', 'D', 's', 'g'));
	if (!list)
		return NULL;
	list->NumberOfElements = n;
	list->Reserved = SG_PLAIN;
	if (wide && list == buffer) {
		describe(mdl, skip, length, list);
		*status = NDIS_STATUS_SUCCESS;
		return list;
	}
	struct sg_record *r = nt_pool_alloc(sizeof(*r), IO_TAG('N', 'D', 's', 'r'));
	if (!r)
		goto fail;
	*r = (struct sg_record){
	        .magic = SG_RECORD, .ours = list != buffer, .to_device = to_device, .mdl = mdl, .skip = skip, .length = length};
	if (wide) {
		describe(mdl, skip, length, list);
	} else {
		uint64_t bus;
		r->bounce = io_low_alloc(length, &bus);
		if (!r->bounce || (to_device && !bounce_copy(r, true)))
			goto fail;
		list->Elements[0] = (SCATTER_GATHER_ELEMENT){.Address = {.QuadPart = (LONGLONG)bus}, .Length = length};
	}
	list->Reserved = (ULONG_PTR)r;
	*status = NDIS_STATUS_SUCCESS;
	return list;
fail:
	if (r && r->bounce)
		io_low_free(r->bounce, length);
	nt_pool_free(r);
	if (list != buffer)
		nt_pool_free(list);
	return NULL;
}

/* The page says DISPATCH_LEVEL and HAL relies on it; here it works from below too, so it is no reason to stop. */
static void want_dispatch(struct ndis_adapter *a, const char *function)
{
	if (nt_irql() < DISPATCH_LEVEL)
		ndis_finding(a, "irql", "%s at IRQL %u, DISPATCH_LEVEL is wanted", function, nt_irql());
}

static bool undo(SCATTER_GATHER_LIST *list, const char *function)
{
	struct sg_record *r = (struct sg_record *)list->Reserved;
	if (list->Reserved == SG_PLAIN) {
		list->Reserved = 0;
		return true;
	}
	if (!nt_phys(r) || r->magic != SG_RECORD) {
		ndis_finding(NULL, "dma", "%s: %p is no scatter/gather list, or was freed before", function, (void *)list);
		return false;
	}
	if (r->bounce) {
		if (!r->to_device)
			bounce_copy(r, false);
		io_low_free(r->bounce, r->length);
	}
	const bool ours = r->ours;
	r->magic = NDIS_MAGIC_DEAD;
	list->Reserved = 0;
	nt_pool_free(r);
	if (ours)
		nt_pool_free(list);
	return true;
}

NDIS_STATUS NTAPI NdisMAllocateNetBufferSGList(NDIS_HANDLE NdisMiniportDmaHandle, PNET_BUFFER NetBuffer, PVOID Context, ULONG Flags,
                                               PVOID ScatterGatherListBuffer, ULONG ScatterGatherListBufferSize)
{
	struct dma_channel *c = io_object_of(NdisMiniportDmaHandle, NDIS_OBJ_DMA, "NdisMAllocateNetBufferSGList");
	NDIS_STATUS status;
	if (!c || !c->process)
		return NDIS_STATUS_FAILURE;
	struct ndis_adapter *a = c->obj.adapter;
	SCATTER_GATHER_LIST *list =
	        build(c->wide, NetBuffer->CurrentMdl, 0, NetBuffer->CurrentMdlOffset + NetBuffer->DataLength,
	              Flags & NDIS_SG_LIST_WRITE_TO_DEVICE, ScatterGatherListBuffer, ScatterGatherListBufferSize, &status);
	if (!list)
		return status;
	want_dispatch(a, "NdisMAllocateNetBufferSGList");
	c->lists++;
	const KIRQL old = io_raise();
	nt_callback_begin("MiniportProcessSGList", ndis_limits.dispatch);
	c->process(a ? a->fdo : NULL, NULL, list, Context);
	nt_callback_end();
	io_lower(old);
	return NDIS_STATUS_SUCCESS;
}

void NTAPI NdisMFreeNetBufferSGList(NDIS_HANDLE NdisMiniportDmaHandle, PSCATTER_GATHER_LIST pSGL, PNET_BUFFER NetBuffer)
{
	struct dma_channel *c = io_object_of(NdisMiniportDmaHandle, NDIS_OBJ_DMA, "NdisMFreeNetBufferSGList");
	(void)NetBuffer;
	if (c)
		want_dispatch(c->obj.adapter, "NdisMFreeNetBufferSGList");
	if (c && undo(pSGL, "NdisMFreeNetBufferSGList"))
		c->lists--;
}

/* ---- NDIS 6.20: lists over any MDL, for every kind of driver */
NDIS_STATUS NTAPI NdisBuildScatterGatherList(NDIS_HANDLE NdisHandle, PNDIS_SCATTER_GATHER_LIST_PARAMETERS p)
{
	struct ndis_adapter *a = io_adapter_of_any(NdisHandle);
	NDIS_STATUS status;
	if (!a || !p->Mdl || !p->ProcessSGListHandler)
		return NDIS_STATUS_INVALID_PARAMETER;
	const bool wide = io_dma_wide(a);
	const ULONG skip = (ULONG)((char *)p->CurrentVa - (char *)io_mdl_user_va(p->Mdl));
	p->ScatterGatherListBufferSizeNeeded = list_size(wide ? describe(p->Mdl, skip, p->Length, NULL) : 1);
	if (p->ScatterGatherListBuffer && p->ScatterGatherListBufferSize < p->ScatterGatherListBufferSizeNeeded)
		return NDIS_STATUS_BUFFER_TOO_SHORT;
	/* Which way the data goes is said only when the list is freed: a bounce buffer is filled now in any case. */
	SCATTER_GATHER_LIST *list =
	        build(wide, p->Mdl, skip, p->Length, true, p->ScatterGatherListBuffer, p->ScatterGatherListBufferSize, &status);
	if (!list)
		return status;
	const KIRQL old = io_raise();
	nt_callback_begin("NetProcessSGList", ndis_limits.dispatch);
	p->ProcessSGListHandler(a->fdo, NULL, list, p->Context);
	nt_callback_end();
	io_lower(old);
	return NDIS_STATUS_SUCCESS;
}

void NTAPI NdisFreeScatterGatherList(NDIS_HANDLE NdisHandle, PSCATTER_GATHER_LIST ScatterGatherListBuffer, BOOLEAN WriteToDevice)
{
	(void)NdisHandle;
	struct sg_record *r = (struct sg_record *)ScatterGatherListBuffer->Reserved;
	if (ScatterGatherListBuffer->Reserved != SG_PLAIN && nt_phys(r) && r->magic == SG_RECORD)
		r->to_device = WriteToDevice;
	undo(ScatterGatherListBuffer, "NdisFreeScatterGatherList");
}

ULONG NTAPI NdisMGetDmaAlignment(NDIS_HANDLE MiniportAdapterHandle)
{
	(void)MiniportAdapterHandle;
	return NdisGetSharedDataAlignment(); /* a cache line */
}
