/*
 * Sends and receives between a protocol and a miniport, and the account of who holds each NBL.
 *
 *   protocol -- NdisSendNetBufferLists --> miniport -- NdisMSendNetBufferListsComplete --> protocol          (holder OWNED -> SENT ->
 * OWNED) miniport -- NdisMIndicateReceiveNetBufferLists --> protocol -- NdisReturnNetBufferLists --> miniport     (holder OWNED ->
 * INDICATED -> OWNED)
 *
 * adapter->sends and adapter->receives count what is out; pause, halt and close wait for them (adapter.c, bind.c). An NBL that comes from
 * somebody who does not hold it is a finding and goes nowhere: followed, it would be a list corrupted far from its cause.
 *
 * What is received goes to every running binding whose packet filter is not 0, in the order of binding. All but the last get it as
 * NDIS_RECEIVE_FLAGS_RESOURCES (look, don't keep), the last one may keep it. Without a taker it goes back at once.
 *
 * Per packet nothing is traced; counters are in struct io_counts.
 * learn.microsoft.com/windows-hardware/drivers/network/send-and-receive-operations
 */
#include "ndis/io.h"

#define DATA_CALL(name, fn, ...)                                                                                                           \
	do {                                                                                                                               \
		nt_callback_begin((name), ndis_limits.dispatch);                                                                           \
		(fn)(__VA_ARGS__);                                                                                                         \
		nt_callback_end();                                                                                                         \
	} while (0)

static uint64_t bytes_of(const NET_BUFFER_LIST *nbl)
{
	uint64_t n = 0;
	for (const NET_BUFFER *nb = nbl->FirstNetBuffer; nb; nb = nb->Next)
		n += nb->DataLength;
	return n;
}

static void check_dispatch_flag(struct ndis_adapter *a, bool flag, const char *function)
{
	if (flag && nt_irql() != DISPATCH_LEVEL)
		ndis_finding(a, "irql", "%s: its flags say DISPATCH_LEVEL, the IRQL is %u", function, nt_irql());
}

static void sends_done(struct ndis_adapter *a, int64_t n)
{
	if (atomic_fetch_sub(&a->sends, n) == n)
		KeSetEvent(&a->sends_idle, 0, FALSE);
}

/* ---- down */
static void give_back(struct ndis_binding *b, NET_BUFFER_LIST *list)
{
	const bool dispatch = nt_irql() == DISPATCH_LEVEL;
	if (list && b->protocol->chars.SendNetBufferListsCompleteHandler)
		DATA_CALL("ProtocolSendNetBufferListsComplete", b->protocol->chars.SendNetBufferListsCompleteHandler, b->context, list,
		          dispatch ? NDIS_SEND_COMPLETE_FLAGS_DISPATCH_LEVEL : 0);
}

static void fail_all(struct ndis_binding *b, NET_BUFFER_LIST *list, NDIS_STATUS status)
{
	for (NET_BUFFER_LIST *nbl = list; nbl; nbl = nbl->Next) {
		struct nbl_block *block = io_nbl_block(nbl);
		nbl->Status = status;
		if (block) {
			io_mdl_restore(block);
			block->holder = NBL_OWNED;
		}
	}
	give_back(b, list);
}

void NTAPI NdisSendNetBufferLists(NDIS_HANDLE NdisBindingHandle, PNET_BUFFER_LIST NetBufferLists, NDIS_PORT_NUMBER PortNumber,
                                  ULONG SendFlags)
{
	struct ndis_binding *b = io_binding_quick(NdisBindingHandle, "NdisSendNetBufferLists");
	if (!b || !NetBufferLists)
		return;
	struct ndis_adapter *a = b->adapter;
	struct io_counts *c = &io_of(a)->counts;
	NET_BUFFER_LIST *down = NULL, **tail = &down, *refused = NULL, **refused_tail = &refused;
	int64_t n = 0;
	check_dispatch_flag(a, SendFlags & NDIS_SEND_FLAGS_DISPATCH_LEVEL, "NdisSendNetBufferLists");
	for (NET_BUFFER_LIST *nbl = NetBufferLists, *next; nbl; nbl = next) {
		struct nbl_block *block = io_nbl_block(nbl);
		uint32_t holder = NBL_OWNED;
		next = nbl->Next;
		if (!block || !nbl->FirstNetBuffer) {
			ndis_finding(a, "nbl",
			             block ? "NdisSendNetBufferLists: %p has no NET_BUFFER"
			                   : "NdisSendNetBufferLists: %p did not come from a pool",
			             (void *)nbl);
			*refused_tail = nbl;
			refused_tail = &nbl->Next;
			continue;
		}
		if (!atomic_compare_exchange_strong(&block->holder, &holder, NBL_SENT)) {
			ndis_finding(a, "nbl", "NdisSendNetBufferLists: %p is %s", (void *)nbl,
			             holder == NBL_SENT ? "still being sent" : "not the sender's to send");
			continue;
		}
		block->adapter = a;
		block->binding = b;
		nbl->SourceHandle = b;
		nbl->Status = NDIS_STATUS_SUCCESS;
		*tail = nbl;
		tail = &nbl->Next;
		n++;
		atomic_fetch_add(&c->bytes_sent, bytes_of(nbl));
		if ((atomic_fetch_add(&c->turn, 1) & 3) == 3)
			io_mdl_unmap(block);
	}
	*tail = *refused_tail = NULL;
	if (refused)
		fail_all(b, refused, NDIS_STATUS_FAILURE);
	if (!down)
		return;
	/* Counted before the state is looked at: whoever pauses the adapter changes the state and then waits for the count. */
	if (atomic_fetch_add(&a->sends, n) == 0)
		KeClearEvent(&a->sends_idle);
	atomic_fetch_add(&c->sent, (uint64_t)n);
	/* A protocol may send as soon as it has been told to restart, before its handler returned. */
	const bool gone = a->state != NDIS_RUNNING || (b->state != NDIS_BIND_RUNNING && b->state != NDIS_BIND_RESTARTING) ||
	                  !a->driver->chars.SendNetBufferListsHandler;
	if (gone || a->resetting) {
		atomic_fetch_add(&c->send_failed, (uint64_t)n);
		fail_all(b, down, gone ? NDIS_STATUS_PAUSED : NDIS_STATUS_RESET_IN_PROGRESS);
		sends_done(a, n);
		return;
	}
	DATA_CALL("MiniportSendNetBufferLists", a->driver->chars.SendNetBufferListsHandler, a->context, down, PortNumber, SendFlags);
}

void NTAPI NdisMSendNetBufferListsComplete(NDIS_HANDLE MiniportAdapterHandle, PNET_BUFFER_LIST NetBufferList, ULONG SendCompleteFlags)
{
	struct ndis_adapter *a = io_adapter_quick(MiniportAdapterHandle, "NdisMSendNetBufferListsComplete");
	if (!a)
		return;
	struct io_counts *c = &io_of(a)->counts;
	struct ndis_binding *b = NULL;
	NET_BUFFER_LIST *list = NULL, **tail = &list;
	int64_t n = 0;
	check_dispatch_flag(a, SendCompleteFlags & NDIS_SEND_COMPLETE_FLAGS_DISPATCH_LEVEL, "NdisMSendNetBufferListsComplete");
	for (NET_BUFFER_LIST *nbl = NetBufferList, *next; nbl; nbl = next) {
		struct nbl_block *block = io_nbl_block(nbl);
		uint32_t holder = NBL_SENT;
		if (!block || block->adapter != a || !atomic_compare_exchange_strong(&block->holder, &holder, NBL_OWNED)) {
			ndis_finding(a, "nbl", "NdisMSendNetBufferListsComplete: %p is not with this miniport%s", (void *)nbl,
			             block && holder == NBL_OWNED ? ": completed twice?" : "");
			break; /* its Next is no longer the miniport's to follow */
		}
		next = nbl->Next;
		io_mdl_restore(block);
		if (nbl->Status == NDIS_STATUS_PENDING) {
			ndis_finding(a, "nbl", "NdisMSendNetBufferListsComplete: %p is completed with NDIS_STATUS_PENDING", (void *)nbl);
			nbl->Status = NDIS_STATUS_FAILURE;
		}
		atomic_fetch_add(nbl->Status == NDIS_STATUS_SUCCESS ? &c->send_completed : &c->send_failed, 1);
		if (b && b != block->binding) {
			*tail = NULL;
			give_back(b, list);
			sends_done(a, n);
			n = 0;
			list = NULL;
			tail = &list;
		}
		b = block->binding;
		*tail = nbl;
		tail = &nbl->Next;
		n++;
	}
	*tail = NULL;
	if (b) {
		give_back(b, list);
		sends_done(a, n);
	}
}

void NTAPI NdisCancelSendNetBufferLists(NDIS_HANDLE NdisBindingHandle, PVOID CancelId)
{
	struct ndis_binding *b = io_binding_quick(NdisBindingHandle, "NdisCancelSendNetBufferLists");
	if (b && b->adapter->state == NDIS_RUNNING && b->adapter->driver->chars.CancelSendHandler)
		DATA_CALL("MiniportCancelSend", b->adapter->driver->chars.CancelSendHandler, b->adapter->context, CancelId);
}

UCHAR NTAPI NdisGeneratePartialCancelId(void)
{
	static _Atomic uint8_t next;
	return ++next;
}

/* ---- up */
static void to_miniport(struct ndis_adapter *a, NET_BUFFER_LIST *list, ULONG flags)
{
	if (list && a->driver->chars.ReturnNetBufferListsHandler)
		DATA_CALL("MiniportReturnNetBufferLists", a->driver->chars.ReturnNetBufferListsHandler, a->context, list, flags);
}

/* Takes the list from the miniport: marks every NBL, drops those that it may not indicate. Returns how many there are. */
static ULONG take_indicated(struct ndis_adapter *a, NET_BUFFER_LIST **list, ULONG told)
{
	ULONG n = 0, seen = 0;
	uint64_t bytes = 0;
	NET_BUFFER_LIST **tail = list;
	for (NET_BUFFER_LIST *nbl = *list, *next; nbl; nbl = next) {
		struct nbl_block *block = io_nbl_block(nbl);
		uint32_t holder = NBL_OWNED;
		next = nbl->Next;
		seen++;
		if (!block || !atomic_compare_exchange_strong(&block->holder, &holder, NBL_INDICATED)) {
			ndis_finding(a, "nbl",
			             block ? "NdisMIndicateReceiveNetBufferLists: %p was indicated before and not returned yet"
			                   : "NdisMIndicateReceiveNetBufferLists: %p did not come from a pool",
			             (void *)nbl);
			continue;
		}
		block->adapter = a;
		if (nbl->SourceHandle != a) {
			ndis_finding(a, "nbl", "NdisMIndicateReceiveNetBufferLists: SourceHandle of %p is %p, not the adapter's handle",
			             (void *)nbl, nbl->SourceHandle);
			nbl->SourceHandle = a;
		}
		bytes += bytes_of(nbl);
		*tail = nbl;
		tail = &nbl->Next;
		n++;
	}
	*tail = NULL;
	if (seen != told)
		ndis_finding(a, "nbl", "NdisMIndicateReceiveNetBufferLists: NumberOfNetBufferLists is %u, the list has %u", told, seen);
	atomic_fetch_add(&io_of(a)->counts.indicated, n);
	atomic_fetch_add(&io_of(a)->counts.bytes_indicated, bytes);
	return n;
}

/* Back to the miniport's ownership. */
static void untake(struct ndis_adapter *a, NET_BUFFER_LIST *list)
{
	for (NET_BUFFER_LIST *nbl = list; nbl; nbl = nbl->Next) {
		struct nbl_block *block = io_nbl_block(nbl);
		if (block)
			block->holder = NBL_OWNED;
		atomic_fetch_sub(&a->receives, 1);
	}
}

static bool wants(const struct ndis_binding *b)
{
	return b->state == NDIS_BIND_RUNNING && b->packet_filter && b->protocol->chars.ReceiveNetBufferListsHandler;
}

void NTAPI NdisMIndicateReceiveNetBufferLists(NDIS_HANDLE MiniportAdapterHandle, PNET_BUFFER_LIST NetBufferList,
                                              NDIS_PORT_NUMBER PortNumber, ULONG NumberOfNetBufferLists, ULONG ReceiveFlags)
{
	struct ndis_adapter *a = io_adapter_quick(MiniportAdapterHandle, "NdisMIndicateReceiveNetBufferLists");
	if (!a)
		return;
	const bool borrow = ReceiveFlags & NDIS_RECEIVE_FLAGS_RESOURCES;
	const ULONG return_flags = nt_irql() == DISPATCH_LEVEL ? NDIS_RETURN_FLAGS_DISPATCH_LEVEL : 0;
	check_dispatch_flag(a, ReceiveFlags & NDIS_RECEIVE_FLAGS_DISPATCH_LEVEL, "NdisMIndicateReceiveNetBufferLists");
	const ULONG n = take_indicated(a, &NetBufferList, NumberOfNetBufferLists);
	if (!n)
		return;
	atomic_fetch_add(&a->receives, n);
	const enum ndis_adapter_state state = a->state;
	if (state != NDIS_RUNNING && state != NDIS_RESTARTING && state != NDIS_PAUSING)
		ndis_finding(a, "state", "NdisMIndicateReceiveNetBufferLists while the adapter is %s", ndis_adapter_state_name(state));
	struct ndis_binding *last = NULL;
	unsigned takers = 0;
	if (state == NDIS_RUNNING)
		for (struct ndis_binding *b = ndis_binding_next(a, NULL); b; b = ndis_binding_next(a, b))
			if (wants(b)) {
				takers++;
				last = b;
			}
	unsigned turn = 0;
	bool kept = false;
	for (struct ndis_binding *b = takers ? ndis_binding_next(a, NULL) : NULL; b; b = ndis_binding_next(a, b)) {
		if (!wants(b))
			continue;
		kept = b == last && ++turn == takers && !borrow;
		DATA_CALL("ProtocolReceiveNetBufferLists", b->protocol->chars.ReceiveNetBufferListsHandler, b->context, NetBufferList,
		          PortNumber, n, kept ? ReceiveFlags : ReceiveFlags | NDIS_RECEIVE_FLAGS_RESOURCES);
		if (kept) {
			ndis_binding_release(b);
			return;
		}
	}
	if (!takers)
		atomic_fetch_add(&io_of(a)->counts.no_taker, n);
	untake(a, NetBufferList);
	atomic_fetch_add(&io_of(a)->counts.returned, n);
	if (!borrow)
		to_miniport(a, NetBufferList, return_flags);
}

void NTAPI NdisReturnNetBufferLists(NDIS_HANDLE NdisBindingHandle, PNET_BUFFER_LIST NetBufferLists, ULONG ReturnFlags)
{
	struct ndis_binding *b = io_binding_quick(NdisBindingHandle, "NdisReturnNetBufferLists");
	if (!b)
		return;
	struct ndis_adapter *a = b->adapter;
	NET_BUFFER_LIST *list = NULL, **tail = &list;
	int64_t n = 0;
	for (NET_BUFFER_LIST *nbl = NetBufferLists, *next; nbl; nbl = next) {
		struct nbl_block *block = io_nbl_block(nbl);
		uint32_t holder = NBL_INDICATED;
		if (!block || block->adapter != a || !atomic_compare_exchange_strong(&block->holder, &holder, NBL_OWNED)) {
			ndis_finding(a, "nbl", "NdisReturnNetBufferLists: %p is not one that this binding holds", (void *)nbl);
			break;
		}
		next = nbl->Next;
		*tail = nbl;
		tail = &nbl->Next;
		n++;
	}
	*tail = NULL;
	atomic_fetch_add(&io_of(a)->counts.returned, (uint64_t)n);
	to_miniport(a, list, ReturnFlags);
	atomic_fetch_sub(&a->receives, n);
}
