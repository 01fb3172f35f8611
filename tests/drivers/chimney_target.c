/*
 * chimney_target: see chimney_target.h. Tests steer it through the exported variable `target` and the exported functions; each of those may
 * be called at PASSIVE_LEVEL. It follows the contract (connection-offload.md 5 to 8) except where target.bad says otherwise.
 */
#include <ndis.h>
#include <ndischimney.h>
#include "chimney_target.h"

#define EXPORTED __declspec(dllexport)
#define TAG      'tmhc'
typedef NDIS_MINIPORT_OFFLOAD_BLOCK_LIST block;
typedef struct target_object object;
enum { INITIATE, QUERY, UPDATE, INVALIDATE, TERMINATE };

EXPORTED struct target target = {.v4 = 1, .v6 = 1, .capacity = 64, .room = {TARGET_OBJECTS, TARGET_OBJECTS, TARGET_OBJECTS}, .auto_ack = 0};
static NDIS_TCP_OFFLOAD_EVENT_HANDLERS up;
static NDIS_HANDLE driver, pool;
static NDIS_SPIN_LOCK lock;
static struct {
	block *root;
	ULONG op;
} queue[1024];
static ULONG queued;
static block other; /* a root that nobody knows */
DRIVER_INITIALIZE DriverEntry;

static void *step(void *state)
{
	return (UCHAR *)state + ((((OFFLOAD_STATE_HEADER *)state)->Length + 7) & ~7u);
}
static object *new_object(ULONG layer, object *parent, NDIS_HANDLE handle)
{
	ULONG n = 0;
	for (ULONG i = 0; i < TARGET_OBJECTS; i++)
		n += target.object[i].used && target.object[i].layer == layer;
	if (n >= target.room[layer])
		return NULL;
	for (ULONG i = 0; i < TARGET_OBJECTS; i++) {
		object *o = &target.object[i];
		const ULONG generation = o->generation;
		if (o->used)
			continue;
		NdisZeroMemory(o, sizeof *o);
		o->generation = generation + 1;
		o->used = o->state = 1;
		o->layer = layer;
		o->parent = parent;
		o->handle = handle;
		if (parent)
			parent->children++;
		target.live[layer]++;
		return o;
	}
	return NULL;
}
static ULONG layer_of(const block *b)
{
	return b->Header.Type >= TcpOffloadConstState ? 2 : b->Header.Type >= Ip4OffloadConstState ? 1 : 0;
}

/* ---- data */
static UCHAR *bytes_of(NET_BUFFER_LIST *nbl)
{
	NET_BUFFER *nb = NET_BUFFER_LIST_FIRST_NB(nbl);
	PMDL m = NET_BUFFER_CURRENT_MDL(nb);
	return (UCHAR *)MmGetSystemAddressForMdlSafe(m, NormalPagePriority) + NET_BUFFER_CURRENT_MDL_OFFSET(nb);
}
static ULONG length_of(NET_BUFFER_LIST *nbl)
{
	return NET_BUFFER_DATA_LENGTH(NET_BUFFER_LIST_FIRST_NB(nbl));
}
#define LINK(nbl) (*(NET_BUFFER_LIST **)&(nbl)->MiniportReserved[0])
static void append(void **head, void **tail, NET_BUFFER_LIST *nbl)
{
	LINK(nbl) = NULL;
	if (*tail)
		LINK((NET_BUFFER_LIST *)*tail) = nbl;
	else
		*head = nbl;
	*tail = nbl;
}
static NET_BUFFER_LIST *take(void **head, void **tail)
{
	NET_BUFFER_LIST *nbl = *head;
	if (nbl) {
		*head = LINK(nbl);
		if (!*head)
			*tail = NULL;
		nbl->Next = NULL;
	}
	return nbl;
}
static void transmit(object *o, NET_BUFFER_LIST *nbl, ULONG seq)
{
	const UCHAR *p = bytes_of(nbl);
	const ULONG n = length_of(nbl);
	for (ULONG i = 0; i < n; i++)
		target.bad_bytes += p[i] != TARGET_BYTE(seq + i);
	append(&o->send_head, &o->send_tail, nbl);
	o->sends++;
}
EXPORTED void target_ack(object *o, ULONG bytes)
{
	NET_BUFFER_LIST *list = NULL, **end = &list;
	NdisAcquireSpinLock(&lock);
	if (bytes > o->snd_nxt - o->snd_una)
		bytes = o->snd_nxt - o->snd_una;
	while (o->send_head && bytes) {
		NET_BUFFER_LIST *nbl = o->send_head;
		/* of the first one some may be acknowledged already: it says so by where it starts */
		const ULONG n = length_of(nbl), now = n < bytes ? n : bytes;
		NET_BUFFER_LIST_INFO(nbl, TcpOffloadBytesTransferred) =
		        (PVOID)((ULONG_PTR)NET_BUFFER_LIST_INFO(nbl, TcpOffloadBytesTransferred) + now);
		NdisAdvanceNetBufferDataStart(NET_BUFFER_LIST_FIRST_NB(nbl), now, FALSE, NULL);
		o->snd_una += now;
		bytes -= now;
		if (now < n)
			break;
		take(&o->send_head, &o->send_tail);
		o->sends--;
		nbl->Status = NDIS_STATUS_SUCCESS;
		*end = nbl;
		end = &nbl->Next;
	}
	NdisReleaseSpinLock(&lock);
	if (list)
		up.NdisTcpOffloadSendComplete(target.adapter, list);
	NET_BUFFER_LIST *d = NULL;
	NdisAcquireSpinLock(&lock);
	if (o->used && o->disconnect && !o->send_head && o->fin) {
		d = o->disconnect;
		o->disconnect = NULL;
	}
	NdisReleaseSpinLock(&lock);
	if (d) {
		d->Status = NDIS_STATUS_SUCCESS;
		up.NdisTcpOffloadDisconnectComplete(target.adapter, d);
	}
}
static NET_BUFFER_LIST *received(ULONG seq, ULONG bytes)
{
	UCHAR *data = NdisAllocateMemoryWithTagPriority(target.adapter, bytes + 8, TAG, NormalPoolPriority);
	PMDL mdl = data ? NdisAllocateMdl(target.adapter, data, bytes) : NULL;
	NET_BUFFER_LIST *nbl = mdl ? NdisAllocateNetBufferAndNetBufferList(pool, 0, 0, mdl, 0, bytes) : NULL;
	if (!nbl)
		return NULL;
	for (ULONG i = 0; i < bytes; i++)
		data[i] = TARGET_BYTE(seq + i);
	nbl->MiniportReserved[0] = data;
	nbl->SourceHandle = target.adapter;
	return nbl;
}
static void free_received(NET_BUFFER_LIST *nbl)
{
	PMDL mdl = NET_BUFFER_FIRST_MDL(NET_BUFFER_LIST_FIRST_NB(nbl));
	NdisFreeMemory(nbl->MiniportReserved[0], 0, 0);
	NdisFreeNetBufferList(nbl);
	NdisFreeMdl(mdl);
}
/* Contract 7.4. What waits in `buffered` goes into requests, the rest is indicated unless that was refused. */
static void deliver(object *o, ULONG push)
{
	NdisAcquireSpinLock(&lock);
	if (o->inside) {
		NdisReleaseSpinLock(&lock);
		return;
	}
	o->inside = 1;
	for (;;) {
		NET_BUFFER_LIST *list = NULL, **end = &list;
		while (o->receive_head) {
			NET_BUFFER_LIST *nbl = o->receive_head;
			const ULONG all = length_of(nbl), room = all - o->placed, n = o->buffered < room ? o->buffered : room;
			UCHAR *p = all ? bytes_of(nbl) : NULL;
			for (ULONG i = 0; i < n; i++)
				p[o->placed + i] = TARGET_BYTE(o->buffered_seq + i);
			o->placed += n;
			o->buffered -= n;
			o->buffered_seq += n;
			if (o->placed < all && !(push && o->placed && !NET_BUFFER_LIST_INFO(nbl, TcpReceiveNoPush)))
				break;
			if (!all && !o->buffered && !o->refused)
				break; /* completes with the next segment */
			take(&o->receive_head, &o->receive_tail);
			o->receives--;
			o->refused = 0;
			nbl->Status = NDIS_STATUS_SUCCESS;
			NET_BUFFER_LIST_INFO(nbl, TcpOffloadBytesTransferred) = (PVOID)(ULONG_PTR)o->placed;
			if (o->placed)
				NdisAdvanceNetBufferDataStart(NET_BUFFER_LIST_FIRST_NB(nbl), o->placed, FALSE, NULL);
			o->placed = 0;
			*end = nbl;
			end = &nbl->Next;
		}
		const ULONG seq = o->buffered_seq, bytes = o->buffered < 16384 ? o->buffered : 16384;
		const ULONG indicate = !list && !o->receive_head && bytes && !o->refused;
		NdisReleaseSpinLock(&lock);
		if (list) {
			up.NdisTcpOffloadReceiveComplete(target.adapter, list);
		} else if (indicate) {
			NET_BUFFER_LIST *nbl = received(seq, bytes);
			ULONG consumed = 0;
			KIRQL old;
			KeRaiseIrql(DISPATCH_LEVEL, &old);
			const NDIS_STATUS status = nbl ? up.NdisTcpOffloadReceiveHandler(o->handle, nbl, NDIS_STATUS_SUCCESS, &consumed)
			                               : NDIS_STATUS_RESOURCES;
			KeLowerIrql(old);
			target.indicate_status = (ULONG)status;
			target.indicated_bytes += consumed;
			if (nbl && status != NDIS_STATUS_SUCCESS)
				free_received(nbl);
			NdisAcquireSpinLock(&lock);
			o->buffered -= consumed;
			o->buffered_seq += consumed;
			if (status != NDIS_STATUS_SUCCESS) {
				target.refused++;
				o->refused = 1;
			}
			NdisReleaseSpinLock(&lock);
		}
		NdisAcquireSpinLock(&lock);
		if (!list && !indicate)
			break;
	}
	o->inside = 0;
	NdisReleaseSpinLock(&lock);
}
/* `bytes` arrive for it, the last segment with PSH. False: it does not take them (it comes up, or is no more). */
EXPORTED ULONG target_data(object *o, ULONG bytes)
{
	NdisAcquireSpinLock(&lock);
	const ULONG takes = o->used && o->layer == 2 && o->state == 1 && o->buffered < 4u << 20;
	if (takes) {
		if (!o->buffered)
			o->buffered_seq = o->rcv_nxt;
		o->rcv_nxt += bytes;
		o->buffered += bytes;
	}
	NdisReleaseSpinLock(&lock);
	if (takes)
		deliver(o, 1);
	return takes;
}
EXPORTED void target_event(void *handle, ULONG type, ULONG information)
{
	KIRQL old;
	KeRaiseIrql(DISPATCH_LEVEL, &old);
	up.NdisTcpOffloadEventHandler(handle, type, information);
	KeLowerIrql(old);
}
/* One NBL of `bytes` by hand; on refusal it is freed. */
EXPORTED LONG target_indicate(void *handle, ULONG seq, ULONG bytes, ULONG *consumed)
{
	KIRQL old;
	NET_BUFFER_LIST *nbl = received(seq, bytes ? bytes : 1);
	if (!bytes)
		NET_BUFFER_DATA_LENGTH(NET_BUFFER_LIST_FIRST_NB(nbl)) = 0;
	KeRaiseIrql(DISPATCH_LEVEL, &old);
	const NDIS_STATUS s = up.NdisTcpOffloadReceiveHandler(handle, nbl, NDIS_STATUS_SUCCESS, consumed);
	KeLowerIrql(old);
	if (s != NDIS_STATUS_SUCCESS)
		free_received(nbl);
	return s;
}
/* Any chain, by any of the completion functions: 0 send, 1 receive, 2 disconnect, 3 forward. */
EXPORTED void target_complete(ULONG kind, NET_BUFFER_LIST *chain, LONG status)
{
	for (NET_BUFFER_LIST *n = chain; n; n = n->Next)
		n->Status = status;
	if (kind == 0)
		up.NdisTcpOffloadSendComplete(target.adapter, chain);
	else if (kind == 1)
		up.NdisTcpOffloadReceiveComplete(target.adapter, chain);
	else if (kind == 2)
		up.NdisTcpOffloadDisconnectComplete(target.adapter, chain);
	else
		up.NdisTcpOffloadForwardComplete(target.adapter, chain);
}
/* Takes the n-th request out of the connection's queue, for target_complete(). */
EXPORTED NET_BUFFER_LIST *target_pick(object *o, ULONG kind, ULONG n)
{
	void **head = kind == 0   ? &o->send_head
	              : kind == 1 ? &o->receive_head
	                          : &o->forward_head,
	     **tail = kind == 0   ? &o->send_tail
	              : kind == 1 ? &o->receive_tail
	                          : &o->forward_tail;
	NET_BUFFER_LIST *keep[64], *found = NULL;
	ULONG kept = 0, i = 0;
	for (NET_BUFFER_LIST *nbl; (nbl = take(head, tail)); i++) {
		if (i == n)
			found = nbl;
		else if (kept < 64)
			keep[kept++] = nbl;
	}
	for (i = 0; i < kept; i++)
		append(head, tail, keep[i]);
	if (found && kind == 0)
		o->sends--;
	if (found && kind == 1)
		o->receives--;
	return found;
}
EXPORTED LONG target_neighbor_query(void *handle, ULONG hrd, ULONG nrd)
{
	struct {
		block b;
		NEIGHBOR_OFFLOAD_STATE_CONST k;
		ULONG pad;
		NEIGHBOR_OFFLOAD_STATE_CACHED a;
		ULONG pad2;
		NEIGHBOR_OFFLOAD_STATE_DELEGATED d;
	} s;
	KIRQL old;
	NdisZeroMemory(&s, sizeof s);
	s.b.Header.Type = NeighborOffloadState;
	s.b.Header.Revision = 1;
	s.b.Header.Size = sizeof s.b;
	s.b.NdisOffloadHandle = handle;
	s.k.Header.Length = sizeof s.k;
	s.a.Header.Length = sizeof s.a;
	s.d.Header.Length = sizeof s.d;
	s.a.HostReachabilityDelta = hrd;
	s.d.NicReachabilityDelta = nrd;
	KeRaiseIrql(DISPATCH_LEVEL, &old);
	NdisMOffloadEventIndicate(target.adapter, &s.b, NeighborReachabilityQuery);
	KeLowerIrql(old);
	return (LONG)s.a.HostReachabilityDelta;
}

/* ---- state operations */
static ULONG taken(NDIS_STATUS s)
{
	return s == NDIS_STATUS_SUCCESS || s == NDIS_STATUS_OFFLOAD_PARTIAL_SUCCESS;
}
static void fail_tree(block *b, NDIS_STATUS status)
{
	for (; b; b = b->NextBlock) {
		b->Status = b->MiniportOffloadContext ? status : NDIS_STATUS_SUCCESS;
		fail_tree(b->DependentBlockList, status);
	}
}
static NDIS_STATUS take_block(block *b, object *above, object **made)
{
	static const NDIS_STATUS none[] = {NDIS_STATUS_OFFLOAD_NEIGHBOR_ENTRIES, NDIS_STATUS_OFFLOAD_PATH_ENTRIES,
	                                   NDIS_STATUS_OFFLOAD_TCP_ENTRIES};
	const ULONG layer = layer_of(b);
	if (target.fail_layer == layer + 1 && !target.fail_after--) {
		target.fail_after = 0;
		return (NDIS_STATUS)target.fail_status;
	}
	object *o = new_object(layer, above, b->NdisOffloadHandle);
	if (!o)
		return none[layer];
	OFFLOAD_STATE_HEADER *k = (void *)(b + 1), *a = step(k), *d = step(a);
	static const ULONG sizes[3][3] = {
	        {sizeof(NEIGHBOR_OFFLOAD_STATE_CONST), sizeof(NEIGHBOR_OFFLOAD_STATE_CACHED), sizeof(NEIGHBOR_OFFLOAD_STATE_DELEGATED)},
	        {sizeof(PATH_OFFLOAD_STATE_CONST), sizeof(PATH_OFFLOAD_STATE_CACHED), sizeof(PATH_OFFLOAD_STATE_DELEGATED)},
	        {sizeof(TCP_OFFLOAD_STATE_CONST), sizeof(TCP_OFFLOAD_STATE_CACHED), sizeof(TCP_OFFLOAD_STATE_DELEGATED)}};
	target.seen_shape += k->Length != sizes[layer][0] || a->Length != sizes[layer][1] || d->Length != sizes[layer][2];
	if (layer == 0) {
		NdisMoveMemory(o->source, ((NEIGHBOR_OFFLOAD_STATE_CONST *)k)->DlSourceAddress, 32);
		NdisMoveMemory(o->destination, ((NEIGHBOR_OFFLOAD_STATE_CACHED *)a)->DlDestinationAddress, 32);
		o->vlan = ((NEIGHBOR_OFFLOAD_STATE_CONST *)k)->VlanId;
		o->hrd = ((NEIGHBOR_OFFLOAD_STATE_CACHED *)a)->HostReachabilityDelta;
		o->nrd = ((NEIGHBOR_OFFLOAD_STATE_DELEGATED *)d)->NicReachabilityDelta;
	} else if (layer == 1) {
		o->family = b->Header.Type == Ip4OffloadState ? 4 : 6;
		NdisMoveMemory(o->source, ((PATH_OFFLOAD_STATE_CONST *)k)->SourceAddress, o->family == 4 ? 4 : 16);
		NdisMoveMemory(o->destination, ((PATH_OFFLOAD_STATE_CONST *)k)->DestinationAddress, o->family == 4 ? 4 : 16);
		o->mtu = ((PATH_OFFLOAD_STATE_CACHED *)a)->PathMtu;
	} else {
		TCP_OFFLOAD_STATE_DELEGATED *t = (void *)d;
		NdisMoveMemory(o->constant, k, sizeof o->constant);
		NdisMoveMemory(o->cached, a, sizeof o->cached);
		NdisMoveMemory(o->delegated, d, sizeof o->delegated);
		o->snd_una = o->snd_nxt = t->SndUna;
		o->rcv_nxt = o->buffered_seq = t->RcvNxt;
		NET_BUFFER_LIST *last = NULL;
		for (NET_BUFFER_LIST *n = b->NetBufferListChain, *next; n; n = next) {
			next = n->Next;
			target.seen_shape += !NET_BUFFER_LIST_FIRST_NB(n) || NET_BUFFER_LIST_FIRST_NB(n)->Next || !length_of(n);
			transmit(o, n, o->snd_nxt);
			o->snd_nxt += length_of(n);
			last = n;
		}
		target.seen_shape += t->SendDataHead != b->NetBufferListChain || (last && t->SendDataTail != last);
		target.seen_shape +=
		        (LONG)(t->SndNxt - t->SndUna) < 0 || (LONG)(t->SndMax - t->SndNxt) < 0 || (LONG)(o->snd_nxt - t->SndMax) < 0;
		for (NET_BUFFER_LIST *n = t->BufferedData; n; n = n->Next)
			o->buffered += length_of(n);
		o->buffered_seq -= o->buffered;
		ULONG seq = o->buffered_seq;
		for (NET_BUFFER_LIST *n = t->BufferedData; n; n = n->Next) {
			for (ULONG i = 0; i < length_of(n); i++)
				target.bad_bytes += bytes_of(n)[i] != TARGET_BYTE(seq + i);
			seq += length_of(n);
		}
	}
	if (!(target.bad & BAD_CELL))
		*b->MiniportOffloadContext = o;
	*made = o;
	return NDIS_STATUS_SUCCESS;
}
static void walk_initiate(block *b, object *above, ULONG level)
{
	ULONG layer = 9;
	for (; b; b = b->NextBlock) {
		object *o = NULL;
		ULONG all = 0, good = 0;
		const ULONG is_linker = b->MiniportOffloadContext && *b->MiniportOffloadContext;
		target.blocks++;
		if (b->MiniportOffloadContext) {
			target.seen_shape += layer != 9 && layer != layer_of(b); /* siblings are of one layer */
			layer = layer_of(b);
			target.seen_shape += layer == 2 && b->DependentBlockList;
			for (block *d = b->DependentBlockList; d; d = d->NextBlock)
				target.seen_shape += d->MiniportOffloadContext && layer_of(d) != layer + 1;
		}
		if (!b->MiniportOffloadContext) {
			target.seen_placeholders++;
			b->Status = target.bad & BAD_PLACEHOLDER ? NDIS_STATUS_FAILURE : NDIS_STATUS_SUCCESS;
			walk_initiate(b->DependentBlockList, above, level + 1);
			continue;
		}
		if (is_linker) {
			target.seen_linkers++;
			target.seen_shape += !b->DependentBlockList;
			o = *b->MiniportOffloadContext;
			target.seen_shape += !o->used || o->handle != b->NdisOffloadHandle;
			walk_initiate(b->DependentBlockList, o, level + 1);
		} else {
			target.seen_fresh++;
			b->Status = take_block(b, above, &o);
			if (b->Status != NDIS_STATUS_SUCCESS && !(target.bad & BAD_TAKE_BELOW)) {
				fail_tree(b->DependentBlockList, NDIS_STATUS_FAILURE);
				continue;
			}
			const NDIS_STATUS own = b->Status;
			walk_initiate(b->DependentBlockList, o, level + 1);
			if (own != NDIS_STATUS_SUCCESS)
				continue;
		}
		for (block *d = b->DependentBlockList; d; d = d->NextBlock) {
			all++;
			good += taken(d->Status);
		}
		b->Status = good == all          ? NDIS_STATUS_SUCCESS
		            : good || !is_linker ? NDIS_STATUS_OFFLOAD_PARTIAL_SUCCESS
		                                 : NDIS_STATUS_FAILURE;
		if (target.bad & BAD_PARTIAL)
			b->Status = b->Status == NDIS_STATUS_SUCCESS ? NDIS_STATUS_OFFLOAD_PARTIAL_SUCCESS : NDIS_STATUS_SUCCESS;
	}
}
static void indicate_early(block *b)
{
	for (; b; b = b->NextBlock) {
		object *o = b->MiniportOffloadContext ? *b->MiniportOffloadContext : NULL;
		if (o && o->layer == 2 && o->used) {
			target_event(o->handle, TcpIndicateSendBacklogChange, 4096);
			target_data(o, 100);
		}
		indicate_early(b->DependentBlockList);
	}
}
static void acknowledge_early(block *b)
{
	for (; b; b = b->NextBlock) {
		object *o = b->MiniportOffloadContext ? *b->MiniportOffloadContext : NULL;
		if (o && o->layer == 2 && o->send_head)
			target_ack(o, 0x7fffffff);
		acknowledge_early(b->DependentBlockList);
	}
}
static void come_up(object *o, block *b)
{
	TCP_OFFLOAD_STATE_DELEGATED *d = (void *)(b + 1);
	NET_BUFFER_LIST *list = NULL, **end = &list, *nbl;
	if (target.bad & BAD_KEEP) {
		NdisMoveMemory(d, o->delegated, sizeof *d);
		d->SendDataHead = d->SendDataTail = NULL;
		d->BufferedData = NULL;
		b->NetBufferListChain = NULL;
		return;
	}
	NdisAcquireSpinLock(&lock);
	o->state = 3;
	while ((nbl = take(&o->receive_head, &o->receive_tail))) {
		nbl->Status = NDIS_STATUS_UPLOAD_IN_PROGRESS;
		NET_BUFFER_LIST_INFO(nbl, TcpOffloadBytesTransferred) = (PVOID)(ULONG_PTR)o->placed;
		if (o->placed)
			NdisAdvanceNetBufferDataStart(NET_BUFFER_LIST_FIRST_NB(nbl), o->placed, FALSE, NULL);
		o->placed = 0;
		*end = nbl;
		end = &nbl->Next;
	}
	NdisReleaseSpinLock(&lock);
	if (list)
		up.NdisTcpOffloadReceiveComplete(target.adapter, list);
	list = NULL;
	end = &list;
	while ((nbl = take(&o->send_head, &o->send_tail))) {
		nbl->Status = NDIS_STATUS_UPLOAD_IN_PROGRESS;
		*end = nbl;
		end = &nbl->Next;
	}
	NdisMoveMemory(d, o->delegated, sizeof *d);
	d->SendDataHead = d->SendDataTail = NULL;
	b->NetBufferListChain = NULL;
	if (target.complete_sends && list) {
		up.NdisTcpOffloadSendComplete(target.adapter, list);
	} else if (list) {
		b->NetBufferListChain = d->SendDataHead = list;
		for (nbl = list; nbl->Next; nbl = nbl->Next)
			;
		d->SendDataTail = nbl;
	}
	if (o->disconnect) {
		nbl = o->disconnect;
		o->disconnect = NULL;
		nbl->Status = NDIS_STATUS_UPLOAD_IN_PROGRESS;
		up.NdisTcpOffloadDisconnectComplete(target.adapter, nbl);
	}
	list = NULL;
	end = &list;
	while ((nbl = take(&o->forward_head, &o->forward_tail))) {
		nbl->Status = NDIS_STATUS_UPLOAD_IN_PROGRESS;
		*end = nbl;
		end = &nbl->Next;
	}
	if (list)
		up.NdisTcpOffloadForwardComplete(target.adapter, list);
	d->SndUna = o->snd_una;
	d->SndNxt = d->SndMax = o->snd_nxt;
	d->RcvNxt = o->rcv_nxt;
	d->BufferedData = NULL;
	if (target.buffer_at_terminate && !o->buffered) {
		o->buffered_seq = o->rcv_nxt;
		o->buffered = target.buffer_at_terminate;
		d->RcvNxt = o->rcv_nxt += o->buffered;
	}
	if (o->buffered) {
		/* two NBLs, so that their order counts */
		const ULONG first = (o->buffered + 1) / 2;
		d->BufferedData = received(o->buffered_seq, first);
		if (o->buffered > first)
			d->BufferedData->Next = received(o->buffered_seq + first, o->buffered - first);
	}
	if (target.bad & BAD_BUFFERED) {
		static NET_BUFFER_LIST invented;
		d->BufferedData = &invented;
	}
	if ((target.bad & BAD_CHAIN) && target.last_nbl) {
		b->NetBufferListChain = target.last_nbl;
		((NET_BUFFER_LIST *)target.last_nbl)->Next = NULL;
	}
	if (o->snd_nxt != o->snd_una)
		d->Retransmit.TimeoutDelta = 200;
}
static void walk_other(block *b, object *above, ULONG op)
{
	for (; b; b = b->NextBlock) {
		object *o = b->MiniportOffloadContext ? *b->MiniportOffloadContext : NULL;
		walk_other(b->DependentBlockList, o, op); /* terminate: from the leaves */
		target.blocks++;
		b->Status = !o                          ? NDIS_STATUS_SUCCESS
		            : target.fail_ops           ? NDIS_STATUS_FAILURE
		            : (target.bad & BAD_STATUS) ? NDIS_STATUS_OFFLOAD_PARTIAL_SUCCESS
		                                        : NDIS_STATUS_SUCCESS;
		if (!o)
			continue;
		target.seen_shape += !o->used || o->handle != b->NdisOffloadHandle;
		if (op == QUERY && b->Header.Type == TcpOffloadDelegatedState) {
			TCP_OFFLOAD_STATE_DELEGATED *d = (void *)(b + 1);
			NdisMoveMemory(d, o->delegated, sizeof *d);
			d->SndUna = o->snd_una;
			d->SndNxt = d->SndMax = o->snd_nxt;
			d->RcvNxt = o->rcv_nxt;
			d->SendBacklogSize = 65536;
			d->ReceiveBacklogSize = o->buffered;
		}
		if (op == UPDATE && b->Header.Type == TcpOffloadCachedState)
			NdisMoveMemory(o->cached, b + 1, sizeof o->cached);
		if (op == UPDATE && o->layer == 1 && above && above->layer == 0 && o->parent != above) {
			if (o->parent)
				o->parent->children--;
			o->parent = above;
			above->children++;
		}
		if (op == INVALIDATE)
			o->state = 2;
		if (op != TERMINATE)
			continue;
		if (o->layer == 2 && b->Header.Type == TcpOffloadDelegatedState)
			come_up(o, b);
		target.terminate_children += o->children;
		if (o->parent)
			o->parent->children--;
		target.live[o->layer]--;
		o->used = 0;
	}
}
static void complete(block *root, ULONG op)
{
	block *said = (target.bad & BAD_ROOT) ? &other : root;
	for (ULONG i = 0; i < ((target.bad & (BAD_TWICE | BAD_ROOT)) ? 2u : 1u); i++, said = root) {
		switch (op) {
		case INITIATE:
			NdisMInitiateOffloadComplete(target.adapter, said);
			break;
		case QUERY:
			NdisMQueryOffloadStateComplete(target.adapter, said);
			break;
		case UPDATE:
			NdisMUpdateOffloadComplete(target.adapter, said);
			break;
		case INVALIDATE:
			NdisMInvalidateOffloadComplete(target.adapter, said);
			break;
		default:
			NdisMTerminateOffloadComplete(target.adapter, said);
			break;
		}
	}
}
static void unwrite(block *b, NDIS_STATUS was)
{
	for (; b; b = b->NextBlock) {
		b->Status = was;
		unwrite(b->DependentBlockList, was);
	}
}
static void carry_out(block *root, ULONG op)
{
	const NDIS_STATUS was = root->Status;
	NdisAcquireSpinLock(&lock);
	if (op == INITIATE)
		walk_initiate(root, NULL, 0);
	NdisReleaseSpinLock(&lock);
	if (op != INITIATE)
		walk_other(root, NULL, op);
	if (target.bad & BAD_UNWRITTEN)
		unwrite(root, was);
	if (target.bad & BAD_SCRIBBLE) {
		root->ProtocolReserved[0] = &target;
		root->SourceHandle = NULL;
		root->NextBlock = root;
	}
	if (op == INITIATE && (target.bad & BAD_EARLY_EVENT))
		indicate_early(root);
	if (op == INITIATE && (target.bad & EARLY_SENDS))
		acknowledge_early(root);
	complete(root, op);
}
EXPORTED ULONG target_run(void)
{
	ULONG n = 0;
	for (;;) {
		NdisAcquireSpinLock(&lock);
		if (!queued) {
			NdisReleaseSpinLock(&lock);
			return n;
		}
		block *root = queue[0].root;
		const ULONG op = queue[0].op;
		queued--;
		for (ULONG i = 0; i < queued; i++)
			queue[i] = queue[i + 1];
		NdisReleaseSpinLock(&lock);
		carry_out(root, op);
		n++;
	}
}
EXPORTED ULONG target_waiting(void)
{
	return queued;
}
static block *inside_root; /* BAD_INSIDE */
EXPORTED void target_finish_inside(void)
{
	block *root = inside_root;
	inside_root = NULL;
	if (root)
		carry_out(root, TERMINATE);
}
static void accept(block *root, ULONG op)
{
	target.last_root = root;
	if (op == TERMINATE && (target.bad & BAD_INSIDE)) {
		inside_root = root;
		return;
	}
	if (!target.late) {
		carry_out(root, op);
		return;
	}
	NdisAcquireSpinLock(&lock);
	queue[queued].root = root;
	queue[queued++].op = op;
	NdisReleaseSpinLock(&lock);
}
static void initiate(NDIS_HANDLE c, PNDIS_MINIPORT_OFFLOAD_BLOCK_LIST b)
{
	(void)c;
	target.initiates++;
	target.seen_roots++;
	accept(b, INITIATE);
}
static void query(NDIS_HANDLE c, PNDIS_MINIPORT_OFFLOAD_BLOCK_LIST b)
{
	(void)c;
	target.queries++;
	accept(b, QUERY);
}
static void update(NDIS_HANDLE c, PNDIS_MINIPORT_OFFLOAD_BLOCK_LIST b)
{
	(void)c;
	target.updates++;
	accept(b, UPDATE);
}
static void invalidate(NDIS_HANDLE c, PNDIS_MINIPORT_OFFLOAD_BLOCK_LIST b)
{
	(void)c;
	target.invalidates++;
	accept(b, INVALIDATE);
}
static void terminate(NDIS_HANDLE c, PNDIS_MINIPORT_OFFLOAD_BLOCK_LIST b)
{
	(void)c;
	target.terminates++;
	accept(b, TERMINATE);
}

/* ---- I/O */
static NDIS_STATUS pended(void)
{
	return target.bad & BAD_RETURN ? NDIS_STATUS_SUCCESS : NDIS_STATUS_PENDING;
}
static NDIS_STATUS tcp_send(NDIS_HANDLE c, PVOID x, PNET_BUFFER_LIST l)
{
	object *o = x;
	(void)c;
	NdisAcquireSpinLock(&lock);
	for (NET_BUFFER_LIST *next; l; l = next) {
		next = l->Next;
		target.sends++;
		target.last_nbl = l;
		NET_BUFFER_LIST_INFO(l, TcpOffloadBytesTransferred) = NULL;
		transmit(o, l, o->snd_nxt);
		o->snd_nxt += length_of(l);
	}
	NdisReleaseSpinLock(&lock);
	if (target.auto_ack)
		target_ack(o, 0x7fffffff);
	return pended();
}
static NDIS_STATUS tcp_receive(NDIS_HANDLE c, PVOID x, PNET_BUFFER_LIST l)
{
	object *o = x;
	(void)c;
	NdisAcquireSpinLock(&lock);
	for (NET_BUFFER_LIST *next; l; l = next) {
		next = l->Next;
		target.receives++;
		target.seen_shape += !NET_BUFFER_LIST_FIRST_NB(l) || NET_BUFFER_LIST_FIRST_NB(l)->Next != NULL;
		append(&o->receive_head, &o->receive_tail, l);
		o->receives++;
	}
	NdisReleaseSpinLock(&lock);
	deliver(o, 1);
	return pended();
}
static NDIS_STATUS tcp_disconnect(NDIS_HANDLE c, PVOID x, PNET_BUFFER_LIST l, ULONG flags)
{
	object *o = x;
	(void)c;
	target.disconnects++;
	target.last_flags = flags;
	target.seen_shape += l->Next != NULL || NET_BUFFER_LIST_FIRST_NB(l)->Next != NULL;
	target.last_bytes = length_of(l);
	NdisAcquireSpinLock(&lock);
	o->disconnect = l;
	o->fin = 1;
	NdisReleaseSpinLock(&lock);
	if (target.auto_ack)
		target_ack(o, 0);
	return pended();
}
static NDIS_STATUS tcp_forward(NDIS_HANDLE c, PVOID x, PNET_BUFFER_LIST l)
{
	object *o = x;
	(void)c;
	NdisAcquireSpinLock(&lock);
	for (NET_BUFFER_LIST *next; l; l = next) {
		next = l->Next;
		target.forwards++;
		target.last_bytes = length_of(l);
		target.seen_shape += !NET_BUFFER_LIST_FIRST_NB(l) || NET_BUFFER_LIST_FIRST_NB(l)->Next != NULL;
		append(&o->forward_head, &o->forward_tail, l);
	}
	NdisReleaseSpinLock(&lock);
	if (target.auto_ack)
		for (NET_BUFFER_LIST *n; (n = target_pick(o, 3, 0));)
			target_complete(3, n, NDIS_STATUS_SUCCESS);
	return pended();
}
static NDIS_STATUS tcp_return(NDIS_HANDLE c, PNET_BUFFER_LIST l)
{
	(void)c;
	target.returned++;
	for (NET_BUFFER_LIST *next; l; l = next) {
		next = l->Next;
		target.returned_nbls++;
		free_received(l);
	}
	return target.bad & BAD_RECEIVE_RETURN ? NDIS_STATUS_FAILURE : NDIS_STATUS_SUCCESS;
}

/* ---- the miniport */
static void fill(NDIS_TCP_CONNECTION_OFFLOAD *c, ULONG v4, ULONG v6, ULONG capacity)
{
	NdisZeroMemory(c, sizeof *c);
	c->Header.Type = NDIS_OBJECT_TYPE_DEFAULT;
	c->Header.Revision = NDIS_TCP_CONNECTION_OFFLOAD_REVISION_1;
	c->Header.Size = NDIS_SIZEOF_TCP_CONNECTION_OFFLOAD_REVISION_1;
	c->Encapsulation = NDIS_ENCAPSULATION_IEEE_802_3;
	c->SupportIPv4 = v4;
	c->SupportIPv6 = v6;
	c->TcpConnectionOffloadCapacity = capacity;
}
static void indicate(NDIS_STATUS code, void *buffer, ULONG bytes)
{
	NDIS_STATUS_INDICATION s;
	NdisZeroMemory(&s, sizeof s);
	s.Header.Type = NDIS_OBJECT_TYPE_STATUS_INDICATION;
	s.Header.Revision = NDIS_STATUS_INDICATION_REVISION_1;
	s.Header.Size = NDIS_SIZEOF_STATUS_INDICATION_REVISION_1;
	s.SourceHandle = target.adapter;
	s.StatusCode = code;
	s.StatusBuffer = buffer;
	s.StatusBufferSize = bytes;
	NdisMIndicateStatusEx(target.adapter, &s);
}
EXPORTED void target_pause(void)
{
	indicate(NDIS_STATUS_OFFLOAD_PAUSE, NULL, 0);
}
EXPORTED void target_upload_all(void)
{
	indicate(NDIS_STATUS_UPLOAD_ALL, NULL, 0);
}
EXPORTED void target_resume(ULONG v4, ULONG v6, ULONG capacity)
{
	NDIS_TCP_CONNECTION_OFFLOAD c;
	fill(&c, v4, v6, capacity);
	indicate(NDIS_STATUS_OFFLOAD_RESUME, &c, sizeof c);
}
static MINIPORT_INITIALIZE initialize;
static NDIS_STATUS initialize(NDIS_HANDLE handle, NDIS_HANDLE context, PNDIS_MINIPORT_INIT_PARAMETERS parameters)
{
	static const UCHAR mac[6] = {0x02, 0xf1, 0xe0, 0x10, 0x31, 0x02};
	static const NDIS_OID oids[] = {OID_GEN_CURRENT_PACKET_FILTER, OID_GEN_CURRENT_LOOKAHEAD, OID_TCP_OFFLOAD_PARAMETERS,
	                                OID_TCP_CONNECTION_OFFLOAD_PARAMETERS};
	NDIS_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES r;
	NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES g;
	NDIS_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES a;
	NDIS_TCP_CONNECTION_OFFLOAD connection;
	NET_BUFFER_LIST_POOL_PARAMETERS p;
	PNDIS_OFFLOAD_EVENT_HANDLERS handlers = NULL;
	NDIS_STATUS status;
	(void)context, (void)parameters;
	target.adapter = handle;
	NdisZeroMemory(&r, sizeof r);
	r.Header.Type = NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES;
	r.Header.Revision = NDIS_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES_REVISION_2;
	r.Header.Size = NDIS_SIZEOF_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES_REVISION_2;
	r.MiniportAdapterContext = &target;
	r.AttributeFlags = NDIS_MINIPORT_ATTRIBUTES_HARDWARE_DEVICE | NDIS_MINIPORT_ATTRIBUTES_BUS_MASTER;
	r.InterfaceType = NdisInterfacePci;
	status = NdisMSetMiniportAttributes(handle, (PNDIS_MINIPORT_ADAPTER_ATTRIBUTES)&r);
	if (status != NDIS_STATUS_SUCCESS)
		return status;
	NdisZeroMemory(&g, sizeof g);
	g.Header.Type = NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES;
	g.Header.Revision = NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES_REVISION_2;
	g.Header.Size = NDIS_SIZEOF_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES_REVISION_2;
	g.MediaType = NdisMedium802_3;
	g.PhysicalMediumType = NdisPhysicalMedium802_3;
	g.MtuSize = 1500;
	g.MaxXmitLinkSpeed = g.XmitLinkSpeed = g.MaxRcvLinkSpeed = g.RcvLinkSpeed = 1000000000ull;
	g.MediaConnectState = MediaConnectStateConnected;
	g.MediaDuplexState = MediaDuplexStateFull;
	g.LookaheadSize = 1500;
	g.MacOptions = NDIS_MAC_OPTION_NO_LOOPBACK;
	g.SupportedPacketFilters = NDIS_PACKET_TYPE_DIRECTED | NDIS_PACKET_TYPE_MULTICAST | NDIS_PACKET_TYPE_BROADCAST;
	g.MaxMulticastListSize = 32;
	g.MacAddressLength = 6;
	NdisMoveMemory(g.PermanentMacAddress, mac, 6);
	NdisMoveMemory(g.CurrentMacAddress, mac, 6);
	g.AccessType = NET_IF_ACCESS_BROADCAST;
	g.DirectionType = NET_IF_DIRECTION_SENDRECEIVE;
	g.ConnectionType = NET_IF_CONNECTION_DEDICATED;
	g.IfType = IF_TYPE_ETHERNET_CSMACD;
	g.SupportedOidList = (PNDIS_OID)oids;
	g.SupportedOidListLength = sizeof oids;
	status = NdisMSetMiniportAttributes(handle, (PNDIS_MINIPORT_ADAPTER_ATTRIBUTES)&g);
	if (status != NDIS_STATUS_SUCCESS)
		return status;
	NdisZeroMemory(&a, sizeof a);
	a.Header.Type = NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES;
	a.Header.Revision = NDIS_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES_REVISION_1;
	a.Header.Size = NDIS_SIZEOF_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES_REVISION_1;
	fill(&connection, target.v4, target.v6, target.capacity);
	a.DefaultTcpConnectionOffloadConfiguration = a.TcpConnectionOffloadHardwareCapabilities = &connection;
	status = NdisMSetMiniportAttributes(handle, (PNDIS_MINIPORT_ADAPTER_ATTRIBUTES)&a);
	if (status != NDIS_STATUS_SUCCESS)
		return status;
	target.handlers_other = (ULONG)NdisMGetOffloadHandlers(handle, NdisRdmaChimneyOffload, &handlers);
	target.handlers_other_pointer = handlers != NULL;
	target.handlers_status = (ULONG)NdisMGetOffloadHandlers(handle, NdisTcpChimneyOffload, &handlers);
	if (target.handlers_status != NDIS_STATUS_SUCCESS)
		return NDIS_STATUS_FAILURE;
	target.handlers_type = handlers->Header.Type;
	target.handlers_revision = handlers->Header.Revision;
	target.handlers_size = handlers->Header.Size;
	up = *(NDIS_TCP_OFFLOAD_EVENT_HANDLERS *)handlers;
	NdisZeroMemory(&p, sizeof p);
	p.Header.Type = NDIS_OBJECT_TYPE_DEFAULT;
	p.Header.Revision = NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1;
	p.Header.Size = NDIS_SIZEOF_NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1;
	p.fAllocateNetBuffer = TRUE;
	p.PoolTag = TAG;
	pool = NdisAllocateNetBufferListPool(handle, &p);
	NdisAllocateSpinLock(&lock);
	return pool ? NDIS_STATUS_SUCCESS : NDIS_STATUS_RESOURCES;
}
static MINIPORT_HALT halt;
static void halt(NDIS_HANDLE context, NDIS_HALT_ACTION action)
{
	(void)context, (void)action;
	NdisFreeNetBufferListPool(pool);
	NdisFreeSpinLock(&lock);
	target.adapter = NULL;
}
static MINIPORT_PAUSE pause;
static NDIS_STATUS pause(NDIS_HANDLE context, PNDIS_MINIPORT_PAUSE_PARAMETERS parameters)
{
	(void)context, (void)parameters;
	return NDIS_STATUS_SUCCESS;
}
static MINIPORT_RESTART restart;
static NDIS_STATUS restart(NDIS_HANDLE context, PNDIS_MINIPORT_RESTART_PARAMETERS parameters)
{
	(void)context, (void)parameters;
	return NDIS_STATUS_SUCCESS;
}
static MINIPORT_OID_REQUEST oid;
static NDIS_STATUS oid(NDIS_HANDLE context, PNDIS_OID_REQUEST r)
{
	(void)context;
	const NDIS_OID id = r->DATA.SET_INFORMATION.Oid;
	if (id == OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG || id == OID_TCP_CONNECTION_OFFLOAD_HARDWARE_CAPABILITIES ||
	    (id == OID_TCP_CONNECTION_OFFLOAD_PARAMETERS && r->RequestType != NdisRequestSetInformation))
		target.capability_oids++;
	if (r->RequestType != NdisRequestSetInformation)
		return NDIS_STATUS_NOT_SUPPORTED;
	if (id == OID_TCP_CONNECTION_OFFLOAD_PARAMETERS)
		target.parameters++;
	else if (id != OID_GEN_CURRENT_PACKET_FILTER && id != OID_GEN_CURRENT_LOOKAHEAD)
		return NDIS_STATUS_NOT_SUPPORTED;
	r->DATA.SET_INFORMATION.BytesRead = r->DATA.SET_INFORMATION.InformationBufferLength;
	return NDIS_STATUS_SUCCESS;
}
static MINIPORT_CANCEL_OID_REQUEST cancel_oid;
static void cancel_oid(NDIS_HANDLE context, PVOID id)
{
	(void)context, (void)id;
}
static MINIPORT_SEND_NET_BUFFER_LISTS send;
static void send(NDIS_HANDLE context, PNET_BUFFER_LIST list, NDIS_PORT_NUMBER port, ULONG flags)
{
	(void)context, (void)port, (void)flags;
	for (NET_BUFFER_LIST *n = list; n; n = n->Next)
		n->Status = NDIS_STATUS_SUCCESS;
	NdisMSendNetBufferListsComplete(target.adapter, list, 0);
}
static MINIPORT_RETURN_NET_BUFFER_LISTS return_lists;
static void return_lists(NDIS_HANDLE context, PNET_BUFFER_LIST list, ULONG flags)
{
	(void)context, (void)list, (void)flags;
}
static MINIPORT_CANCEL_SEND cancel_send;
static void cancel_send(NDIS_HANDLE context, PVOID id)
{
	(void)context, (void)id;
}
static MINIPORT_DEVICE_PNP_EVENT_NOTIFY pnp;
static void pnp(NDIS_HANDLE context, PNET_DEVICE_PNP_EVENT event)
{
	(void)context, (void)event;
}
static MINIPORT_SHUTDOWN shutdown;
static void shutdown(NDIS_HANDLE context, NDIS_SHUTDOWN_ACTION action)
{
	(void)context, (void)action;
}
static SET_OPTIONS options;
static NDIS_STATUS options(NDIS_HANDLE handle, NDIS_HANDLE context)
{
	NDIS_PROVIDER_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS g;
	NDIS_PROVIDER_CHIMNEY_OFFLOAD_TCP_CHARACTERISTICS t;
	NDIS_STATUS status;
	(void)context;
	NdisZeroMemory(&g, sizeof g);
	g.Header.Type = NDIS_OBJECT_TYPE_PROVIDER_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS;
	g.Header.Revision = 1;
	g.Header.Size = sizeof g;
	g.InitiateOffloadHandler = initiate;
	g.TerminateOffloadHandler = terminate;
	g.UpdateOffloadHandler = update;
	g.InvalidateOffloadHandler = invalidate;
	g.QueryOffloadHandler = query;
	status = NdisSetOptionalHandlers(handle, (PNDIS_DRIVER_OPTIONAL_HANDLERS)&g);
	if (status != NDIS_STATUS_SUCCESS)
		return status;
	NdisZeroMemory(&t, sizeof t);
	t.Header.Type = NDIS_OBJECT_TYPE_PROVIDER_CHIMNEY_OFFLOAD_CHARACTERISTICS;
	t.Header.Revision = 1;
	t.Header.Size = sizeof t;
	t.OffloadType = NdisTcpChimneyOffload;
	t.TcpOffloadSendHandler = tcp_send;
	t.TcpOffloadReceiveHandler = tcp_receive;
	t.TcpOffloadDisconnectHandler = tcp_disconnect;
	t.TcpOffloadForwardHandler = tcp_forward;
	t.TcpOffloadReceiveReturnHandler = tcp_return;
	return NdisSetOptionalHandlers(handle, (PNDIS_DRIVER_OPTIONAL_HANDLERS)&t);
}
static MINIPORT_UNLOAD unload;
static void unload(PDRIVER_OBJECT object)
{
	(void)object;
	NdisMDeregisterMiniportDriver(driver);
}
NTSTATUS DriverEntry(PDRIVER_OBJECT object, PUNICODE_STRING path)
{
	NDIS_MINIPORT_DRIVER_CHARACTERISTICS c;
	NdisZeroMemory(&c, sizeof c);
	c.Header.Type = NDIS_OBJECT_TYPE_MINIPORT_DRIVER_CHARACTERISTICS;
	c.Header.Revision = NDIS_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_3;
	c.Header.Size = NDIS_SIZEOF_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_3;
	c.MajorNdisVersion = NDIS_MINIPORT_MAJOR_VERSION;
	c.MinorNdisVersion = NDIS_MINIPORT_MINOR_VERSION;
	c.MajorDriverVersion = 1;
	c.SetOptionsHandler = options;
	c.InitializeHandlerEx = initialize;
	c.HaltHandlerEx = halt;
	c.UnloadHandler = unload;
	c.PauseHandler = pause;
	c.RestartHandler = restart;
	c.OidRequestHandler = oid;
	c.SendNetBufferListsHandler = send;
	c.ReturnNetBufferListsHandler = return_lists;
	c.CancelSendHandler = cancel_send;
	c.DevicePnPEventNotifyHandler = pnp;
	c.ShutdownHandlerEx = shutdown;
	c.CancelOidRequestHandler = cancel_oid;
	return NdisMRegisterMiniportDriver(object, path, NULL, &c, &driver);
}
