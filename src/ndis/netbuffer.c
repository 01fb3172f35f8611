/*
 * What NDIS does with the data of a NET_BUFFER: move its start, look at it, copy it, and make NBLs that describe the same data (clones,
 * fragments, reassemblies) without copying a byte: their MDLs are partial MDLs over the original pages.
 *
 * learn.microsoft.com/windows-hardware/drivers/network/net-buffer-architecture, derived-net-buffer-list-structures,
 * retreat-and-advance-operations
 */
#include "ndis/io.h"
#include <string.h>

/* ---- retreat and advance */
static MDL *retreat_mdl(ULONG bytes, NET_BUFFER_ALLOCATE_MDL_HANDLER handler, void **data)
{
	*data = NULL;
	if (handler) {
		ULONG size = bytes;
		MDL *m;
		struct ndis_call call;
		const uint64_t args[] = {NDIS_ARG1(&size)};
		ndis_call_begin(&call, 0xff, "NetAllocateMdl", ndis_limits.dispatch, args, 1);
		m = handler(&size);
		ndis_call_end(&call, (uint64_t)(uintptr_t)m);
		if (m && m->ByteCount < bytes) {
			ndis_finding(NULL, "nbl", "NetAllocateMdl: %u bytes asked for, an MDL of %u returned", bytes, m->ByteCount);
			return NULL;
		}
		return m;
	}
	void *p = nt_pool_alloc(bytes, IO_TAG('N', 'b', 'M', 'd'));
	MDL *m = p ? IoAllocateMdl(p, bytes, FALSE, FALSE, NULL) : NULL;
	if (!m) {
		nt_pool_free(p);
		return NULL;
	}
	MmBuildMdlForNonPagedPool(m);
	*data = p;
	return m;
}

NDIS_STATUS NTAPI NdisRetreatNetBufferDataStart(PNET_BUFFER nb, ULONG DataOffsetDelta, ULONG DataBackFill,
                                                NET_BUFFER_ALLOCATE_MDL_HANDLER AllocateMdlHandler)
{
	if (nb->DataOffset >= DataOffsetDelta) {
		nb->DataOffset -= DataOffsetDelta;
		nb->DataLength += DataOffsetDelta;
		if (nb->CurrentMdl && nb->CurrentMdlOffset >= DataOffsetDelta)
			nb->CurrentMdlOffset -= DataOffsetDelta;
		else
			NdisAdjustNetBufferCurrentMdl(nb);
		return NDIS_STATUS_SUCCESS;
	}
	struct nb_block *b = io_nb_block(nb);
	if (!b) {
		ndis_finding(NULL, "nbl", "NdisRetreatNetBufferDataStart: %p did not come from a NET_BUFFER pool", (void *)nb);
		return NDIS_STATUS_FAILURE;
	}
	/* The unused space that there is becomes data, for data must be one piece; the new MDL holds the rest of it and the backfill. */
	const ULONG missing = DataOffsetDelta - nb->DataOffset;
	void *data;
	struct nb_added *a = nt_pool_alloc(sizeof(*a), IO_TAG('N', 'b', 'M', 'd'));
	MDL *m = a && missing + DataBackFill >= missing ? retreat_mdl(missing + DataBackFill, AllocateMdlHandler, &data) : NULL;
	if (!m) {
		nt_pool_free(a);
		return NDIS_STATUS_RESOURCES;
	}
	const ULONG front = m->ByteCount - missing;
	m->Next = nb->MdlChain;
	a->mdl = m;
	a->data = data;
	a->next = b->added;
	b->added = a;
	nb->MdlChain = m;
	nb->DataOffset = front;
	nb->DataLength += DataOffsetDelta;
	NdisAdjustNetBufferCurrentMdl(nb);
	return NDIS_STATUS_SUCCESS;
}

void NTAPI NdisAdvanceNetBufferDataStart(PNET_BUFFER nb, ULONG DataOffsetDelta, BOOLEAN FreeMdl, NET_BUFFER_FREE_MDL_HANDLER FreeMdlHandler)
{
	if (DataOffsetDelta > nb->DataLength) {
		ndis_finding(NULL, "nbl", "NdisAdvanceNetBufferDataStart: advance by %u, the NET_BUFFER has %u bytes of data",
		             DataOffsetDelta, nb->DataLength);
		DataOffsetDelta = nb->DataLength;
	}
	nb->DataOffset += DataOffsetDelta;
	nb->DataLength -= DataOffsetDelta;
	struct nb_block *b = io_nb_block(nb);
	/* Only MDLs that a retreat put there, and only when nothing of them is data any more. */
	while (FreeMdl && b && b->added && b->added->mdl == nb->MdlChain && nb->DataOffset >= nb->MdlChain->ByteCount) {
		struct nb_added *a = b->added;
		b->added = a->next;
		nb->MdlChain = a->mdl->Next;
		nb->DataOffset -= a->mdl->ByteCount;
		a->mdl->Next = NULL;
		if (a->data) {
			IoFreeMdl(a->mdl);
			nt_pool_free(a->data);
		} else if (FreeMdlHandler) {
			NDIS_CALLBACK_VOID(0xff, "NetFreeMdl", ndis_limits.dispatch, FreeMdlHandler, a->mdl);
		} else {
			ndis_finding(NULL, "nbl",
			             "NdisAdvanceNetBufferDataStart: the MDL came from a NetAllocateMdl function and no NetFreeMdl "
			             "function was given");
		}
		nt_pool_free(a);
	}
	NdisAdjustNetBufferCurrentMdl(nb);
}

void NTAPI NdisAdvanceNetBufferListDataStart(PNET_BUFFER_LIST nbl, ULONG DataOffsetDelta, BOOLEAN FreeMdl,
                                             NET_BUFFER_FREE_MDL_HANDLER FreeMdlHandler)
{
	for (NET_BUFFER *nb = nbl->FirstNetBuffer; nb; nb = nb->Next)
		NdisAdvanceNetBufferDataStart(nb, DataOffsetDelta, FreeMdl, FreeMdlHandler);
}

NDIS_STATUS NTAPI NdisRetreatNetBufferListDataStart(PNET_BUFFER_LIST nbl, ULONG DataOffsetDelta, ULONG DataBackFill,
                                                    NET_BUFFER_ALLOCATE_MDL_HANDLER AllocateMdlHandler,
                                                    NET_BUFFER_FREE_MDL_HANDLER FreeMdlHandler)
{
	for (NET_BUFFER *nb = nbl->FirstNetBuffer; nb; nb = nb->Next) {
		const NDIS_STATUS status = NdisRetreatNetBufferDataStart(nb, DataOffsetDelta, DataBackFill, AllocateMdlHandler);
		if (status == NDIS_STATUS_SUCCESS)
			continue;
		for (NET_BUFFER *done = nbl->FirstNetBuffer; done != nb; done = done->Next)
			NdisAdvanceNetBufferDataStart(done, DataOffsetDelta, TRUE, FreeMdlHandler);
		return status;
	}
	return NDIS_STATUS_SUCCESS;
}

/* ---- looking and copying. A position in a chain of MDLs. */
struct place {
	MDL *mdl;
	ULONG offset;
};

static struct place place_of(const NET_BUFFER *nb)
{
	return (struct place){nb->CurrentMdl, nb->CurrentMdlOffset};
}

static void place_skip(struct place *p, ULONG bytes)
{
	p->offset += bytes;
	while (p->mdl && p->offset >= p->mdl->ByteCount) {
		p->offset -= p->mdl->ByteCount;
		p->mdl = p->mdl->Next;
	}
}

PVOID NTAPI NdisGetDataBuffer(PNET_BUFFER nb, ULONG BytesNeeded, PVOID Storage, UINT AlignMultiple, UINT AlignOffset)
{
	if (!BytesNeeded || nb->DataLength < BytesNeeded)
		return NULL;
	struct place p = place_of(nb);
	place_skip(&p, 0);
	if (!p.mdl)
		return NULL;
	char *va = io_mdl_va(p.mdl);
	if (!va)
		return NULL;
	va += p.offset;
	if (p.mdl->ByteCount - p.offset >= BytesNeeded &&
	    (AlignMultiple <= 1 || (uintptr_t)va % AlignMultiple == AlignOffset % AlignMultiple))
		return va;
	if (!Storage)
		return NULL;
	for (ULONG done = 0; done < BytesNeeded;) {
		va = p.mdl ? io_mdl_va(p.mdl) : NULL;
		if (!va)
			return NULL;
		ULONG n = p.mdl->ByteCount - p.offset;
		if (n > BytesNeeded - done)
			n = BytesNeeded - done;
		memcpy((char *)Storage + done, va + p.offset, n);
		done += n;
		place_skip(&p, n);
	}
	return Storage;
}

NDIS_STATUS NTAPI NdisCopyFromNetBufferToNetBuffer(PNET_BUFFER Destination, ULONG DestinationOffset, ULONG BytesToCopy, PNET_BUFFER Source,
                                                   ULONG SourceOffset, PULONG BytesCopied)
{
	struct place to = place_of(Destination), from = place_of(Source);
	*BytesCopied = 0;
	if (SourceOffset >= Source->DataLength)
		return NDIS_STATUS_SUCCESS;
	if (BytesToCopy > Source->DataLength - SourceOffset)
		BytesToCopy = Source->DataLength - SourceOffset;
	place_skip(&to, DestinationOffset);
	place_skip(&from, SourceOffset);
	while (BytesToCopy && to.mdl && from.mdl) {
		ULONG n = BytesToCopy;
		if (n > to.mdl->ByteCount - to.offset)
			n = to.mdl->ByteCount - to.offset;
		if (n > from.mdl->ByteCount - from.offset)
			n = from.mdl->ByteCount - from.offset;
		char *d = io_mdl_va(to.mdl), *s = io_mdl_va(from.mdl);
		if (!d || !s)
			return NDIS_STATUS_RESOURCES;
		memmove(d + to.offset, s + from.offset, n);
		*BytesCopied += n;
		BytesToCopy -= n;
		place_skip(&to, n);
		place_skip(&from, n);
	}
	return NDIS_STATUS_SUCCESS;
}

ULONG NTAPI NdisQueryNetBufferPhysicalCount(PNET_BUFFER nb)
{
	ULONG left = nb->DataLength, count = 0, offset = nb->CurrentMdlOffset;
	for (MDL *m = nb->CurrentMdl; m && left; m = m->Next) {
		ULONG n = m->ByteCount - offset;
		if (n > left)
			n = left;
		count += io_span_pages((char *)io_mdl_user_va(m) + offset, n);
		left -= n;
		offset = 0;
	}
	return count;
}

/* ---- out of band information */
static void copy_info(NET_BUFFER_LIST *to, const NET_BUFFER_LIST *from, const uint8_t *ids, size_t n)
{
	for (size_t i = 0; i < n; i++)
		to->NetBufferListInfo[ids[i]] = from->NetBufferListInfo[ids[i]];
}

void NTAPI NdisCopySendNetBufferListInfo(PNET_BUFFER_LIST DestNetBufferList, PNET_BUFFER_LIST SrcNetBufferList)
{
	static const uint8_t ids[] = {TcpIpChecksumNetBufferListInfo,
	                              IPsecOffloadV1NetBufferListInfo,
	                              TcpLargeSendNetBufferListInfo,
	                              Ieee8021QNetBufferListInfo,
	                              NetBufferListCancelId,
	                              MediaSpecificInformation,
	                              NetBufferListProtocolId,
	                              IPsecOffloadV2TunnelNetBufferListInfo,
	                              IPsecOffloadV2HeaderNetBufferListInfo,
	                              NetBufferListHashValue,
	                              NetBufferListHashInfo,
	                              NetBufferListFilteringInfo,
	                              MediaSpecificInformationEx,
	                              VirtualSubnetInfo,
	                              TcpRecvSegCoalesceInfo,
	                              TcpSendOffloadsSupplementalNetBufferListInfo,
	                              GftOffloadInformation,
	                              GftFlowEntryId};
	copy_info(DestNetBufferList, SrcNetBufferList, ids, sizeof(ids));
	DestNetBufferList->NblFlags |= SrcNetBufferList->NblFlags;
}

void NTAPI NdisCopyReceiveNetBufferListInfo(PNET_BUFFER_LIST DestNetBufferList, PNET_BUFFER_LIST SrcNetBufferList)
{
	static const uint8_t ids[] = {TcpIpChecksumNetBufferListInfo,
	                              IPsecOffloadV1NetBufferListInfo,
	                              TcpReceiveNoPush,
	                              Ieee8021QNetBufferListInfo,
	                              MediaSpecificInformation,
	                              NetBufferListFrameType,
	                              NetBufferListHashValue,
	                              NetBufferListHashInfo,
	                              IPsecOffloadV2TunnelNetBufferListInfo,
	                              IPsecOffloadV2HeaderNetBufferListInfo,
	                              NetBufferListCorrelationId,
	                              NetBufferListFilteringInfo,
	                              MediaSpecificInformationEx,
	                              VirtualSubnetInfo,
	                              TcpRecvSegCoalesceInfo,
	                              RscTcpTimestampDelta,
	                              GftOffloadInformation,
	                              GftFlowEntryId};
	copy_info(DestNetBufferList, SrcNetBufferList, ids, sizeof(ids));
	DestNetBufferList->NblFlags |= SrcNetBufferList->NblFlags;
}

/* ---- derived NBLs */
static void mdls_free(MDL *m)
{
	for (MDL *next; m; m = next) {
		next = m->Next;
		IoFreeMdl(m);
	}
}

/* New MDLs over `bytes` bytes of the source from `p` on, which moves. Appended at *tail. Fewer bytes than asked for: NULL tail stays as it
 * is. */
static bool mdls_over(struct place *p, ULONG bytes, MDL ***tail)
{
	while (bytes) {
		while (p->mdl && p->offset >= p->mdl->ByteCount)
			place_skip(p, 0);
		if (!p->mdl)
			return false;
		ULONG n = p->mdl->ByteCount - p->offset;
		if (n > bytes)
			n = bytes;
		void *va = (char *)io_mdl_user_va(p->mdl) + p->offset;
		MDL *m = IoAllocateMdl(va, n, FALSE, FALSE, NULL);
		if (!m)
			return false;
		IoBuildPartialMdl(p->mdl, m, va, n);
		m->Next = NULL;
		**tail = m;
		*tail = &m->Next;
		bytes -= n;
		place_skip(p, n);
	}
	return true;
}

static void nb_finish(NET_BUFFER *nb, ULONG length)
{
	nb->DataOffset = 0;
	nb->stDataLength = length;
	NdisAdjustNetBufferCurrentMdl(nb);
}

/* Takes a derived NBL apart. `mdls`: its MDLs are its own. */
static void derived_free(NET_BUFFER_LIST *nbl, bool mdls)
{
	for (NET_BUFFER *nb = nbl->FirstNetBuffer, *next; nb; nb = next) {
		struct nb_block *b = io_nb_block(nb);
		next = nb->Next;
		if (mdls)
			mdls_free(nb->MdlChain);
		nb->MdlChain = nb->CurrentMdl = NULL;
		if (b && !b->part_of_nbl)
			NdisFreeNetBuffer(nb);
	}
	nbl->FirstNetBuffer = NULL;
	NdisFreeNetBufferList(nbl);
}

PNET_BUFFER_LIST NTAPI NdisAllocateCloneNetBufferList(PNET_BUFFER_LIST Original, NDIS_HANDLE NetBufferListPoolHandle,
                                                      NDIS_HANDLE NetBufferPoolHandle, ULONG AllocateCloneFlags)
{
	const bool share = AllocateCloneFlags & NDIS_CLONE_FLAGS_USE_ORIGINAL_MDLS;
	NET_BUFFER_LIST *nbl = io_nbl_derive(NetBufferListPoolHandle, "NdisAllocateCloneNetBufferList");
	if (!nbl)
		return NULL;
	NET_BUFFER *last = NULL;
	nbl->ParentNetBufferList = Original;
	for (NET_BUFFER *from = Original->FirstNetBuffer; from; from = from->Next) {
		NET_BUFFER *nb = io_nb_derive(NetBufferPoolHandle, nbl, "NdisAllocateCloneNetBufferList");
		if (!nb)
			goto fail;
		if (last)
			last->Next = nb;
		else
			nbl->FirstNetBuffer = nb;
		last = nb;
		if (share) {
			nb->MdlChain = nb->CurrentMdl = from->CurrentMdl;
			nb->DataOffset = nb->CurrentMdlOffset = from->CurrentMdlOffset;
			nb->stDataLength = from->DataLength;
		} else {
			struct place p = place_of(from);
			MDL **tail = &nb->MdlChain;
			if (!mdls_over(&p, from->DataLength, &tail))
				goto fail;
			nb_finish(nb, from->DataLength);
		}
		nb->ChecksumBias = from->ChecksumBias;
	}
	return nbl;
fail:
	derived_free(nbl, !share);
	return NULL;
}

void NTAPI NdisFreeCloneNetBufferList(PNET_BUFFER_LIST CloneNetBufferList, ULONG FreeCloneFlags)
{
	derived_free(CloneNetBufferList, !(FreeCloneFlags & NDIS_CLONE_FLAGS_USE_ORIGINAL_MDLS));
}

PNET_BUFFER_LIST NTAPI NdisAllocateFragmentNetBufferList(PNET_BUFFER_LIST Original, NDIS_HANDLE NetBufferListPool,
                                                         NDIS_HANDLE NetBufferPool, ULONG StartOffset, ULONG MaximumLength,
                                                         ULONG DataOffsetDelta, ULONG DataBackFill, ULONG AllocateFragmentFlags)
{
	(void)AllocateFragmentFlags;
	NET_BUFFER_LIST *nbl = MaximumLength ? io_nbl_derive(NetBufferListPool, "NdisAllocateFragmentNetBufferList") : NULL;
	if (!nbl)
		return NULL;
	NET_BUFFER *last = NULL;
	nbl->ParentNetBufferList = Original;
	for (NET_BUFFER *from = Original->FirstNetBuffer; from; from = from->Next) {
		struct place p = place_of(from);
		ULONG left = from->DataLength > StartOffset ? from->DataLength - StartOffset : 0;
		place_skip(&p, StartOffset);
		while (left) {
			const ULONG n = left < MaximumLength ? left : MaximumLength;
			NET_BUFFER *nb = io_nb_derive(NetBufferPool, nbl, "NdisAllocateFragmentNetBufferList");
			if (!nb)
				goto fail;
			if (last)
				last->Next = nb;
			else
				nbl->FirstNetBuffer = nb;
			last = nb;
			MDL **tail = &nb->MdlChain;
			if (!mdls_over(&p, n, &tail))
				goto fail;
			nb_finish(nb, n);
			left -= n;
		}
	}
	if (!DataOffsetDelta || NdisRetreatNetBufferListDataStart(nbl, DataOffsetDelta, DataBackFill, NULL, NULL) == NDIS_STATUS_SUCCESS)
		return nbl;
fail:
	derived_free(nbl, true);
	return NULL;
}

void NTAPI NdisFreeFragmentNetBufferList(PNET_BUFFER_LIST FragmentNetBufferList, ULONG DataOffsetDelta, ULONG FreeFragmentFlags)
{
	(void)FreeFragmentFlags;
	NdisAdvanceNetBufferListDataStart(FragmentNetBufferList, DataOffsetDelta, TRUE, NULL);
	derived_free(FragmentNetBufferList, true);
}

PNET_BUFFER_LIST NTAPI NdisAllocateReassembledNetBufferList(PNET_BUFFER_LIST Fragments, NDIS_HANDLE NetBufferAndNetBufferListPoolHandle,
                                                            ULONG StartOffset, ULONG DataOffsetDelta, ULONG DataBackFill,
                                                            ULONG AllocateReassembleFlags)
{
	(void)AllocateReassembleFlags;
	NET_BUFFER_LIST *nbl = io_nbl_derive(NetBufferAndNetBufferListPoolHandle, "NdisAllocateReassembledNetBufferList");
	NET_BUFFER *nb = nbl ? io_nb_derive(NULL, nbl, "NdisAllocateReassembledNetBufferList") : NULL;
	ULONG total = 0;
	if (!nb)
		goto fail;
	nbl->ParentNetBufferList = Fragments;
	nbl->FirstNetBuffer = nb;
	MDL **tail = &nb->MdlChain;
	for (NET_BUFFER *from = Fragments->FirstNetBuffer; from; from = from->Next) {
		if (from->DataLength <= StartOffset)
			continue;
		struct place p = place_of(from);
		place_skip(&p, StartOffset);
		if (!mdls_over(&p, from->DataLength - StartOffset, &tail))
			goto fail;
		total += from->DataLength - StartOffset;
	}
	nb_finish(nb, total);
	if (!DataOffsetDelta || NdisRetreatNetBufferDataStart(nb, DataOffsetDelta, DataBackFill, NULL) == NDIS_STATUS_SUCCESS)
		return nbl;
fail:
	if (nbl)
		derived_free(nbl, true);
	return NULL;
}

void NTAPI NdisFreeReassembledNetBufferList(PNET_BUFFER_LIST ReassembledNetBufferList, ULONG DataOffsetDelta, ULONG FreeReassembleFlags)
{
	(void)FreeReassembleFlags;
	NdisAdvanceNetBufferListDataStart(ReassembledNetBufferList, DataOffsetDelta, TRUE, NULL);
	derived_free(ReassembledNetBufferList, true);
}
