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
#include <string.h>

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
	const uint64_t now = nt_time_100ns();
	uint32_t turn = atomic_load_explicit(&c->turn, memory_order_relaxed);
	uint64_t bytes = 0;
	int64_t n = 0;
	check_dispatch_flag(a, SendFlags & NDIS_SEND_FLAGS_DISPATCH_LEVEL, "NdisSendNetBufferLists");
	for (NET_BUFFER_LIST *nbl = NetBufferLists, *next; nbl; nbl = next) {
		struct nbl_block *block = io_nbl_block(nbl);
		uint32_t holder = NBL_OWNED;
		next = nbl->Next;
		if (!block || !nbl->FirstNetBuffer) {
			ndis_finding(a, "nbl", "NdisSendNetBufferLists: %p %s", (void *)nbl, block ? "has no NET_BUFFER" : io_nbl_why(nbl));
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
		block->since = now;
		block->overdue_said = false;
		block->seal = io_seal(nbl);
		nbl->SourceHandle = b;
		nbl->Status = NDIS_STATUS_SUCCESS;
		*tail = nbl;
		tail = &nbl->Next;
		n++;
		bytes += bytes_of(nbl);
		if ((turn++ & 3) == 3)
			io_mdl_unmap(block);
	}
	*tail = *refused_tail = NULL;
	if (refused)
		fail_all(b, refused, NDIS_STATUS_FAILURE);
	if (!down)
		return;
	atomic_store_explicit(&c->turn, turn, memory_order_relaxed);
	/* Counted before the state is looked at: whoever pauses the adapter changes the state and then waits for the count. */
	atomic_fetch_add(&a->sends, n);
	atomic_fetch_add_explicit(&c->sent, (uint64_t)n, memory_order_relaxed);
	atomic_fetch_add_explicit(&c->bytes_sent, bytes, memory_order_relaxed);
	/* A protocol may send as soon as it has been told to restart, before its handler returned. */
	const bool gone = a->state != NDIS_RUNNING || (b->state != NDIS_BIND_RUNNING && b->state != NDIS_BIND_RESTARTING) ||
	                  !a->driver->chars.SendNetBufferListsHandler;
	if (gone || a->resetting) {
		atomic_fetch_add(&c->send_failed, (uint64_t)n);
		fail_all(b, down, gone ? NDIS_STATUS_PAUSED : NDIS_STATUS_RESET_IN_PROGRESS);
		atomic_fetch_sub(&a->sends, n);
		return;
	}
	atomic_fetch_add_explicit(&c->send_calls, 1, memory_order_relaxed);
	io_sends_watch(a);
	DATA_CALL("MiniportSendNetBufferLists", a->driver->chars.SendNetBufferListsHandler, a->context, down, PortNumber, SendFlags);
}

/* nf-ndis-ndismsendnetbufferlistscomplete: what Status may be. */
static bool status_listed(NDIS_STATUS s)
{
	return s == NDIS_STATUS_SUCCESS || s == NDIS_STATUS_INVALID_LENGTH || s == NDIS_STATUS_RESOURCES || s == NDIS_STATUS_PAUSED ||
	       s == NDIS_STATUS_SEND_ABORTED || s == NDIS_STATUS_RESET_IN_PROGRESS || s == NDIS_STATUS_FAILURE;
}

/* The miniport gives back an NBL that it does not have. */
static void not_held(struct ndis_adapter *a, NET_BUFFER_LIST *nbl, const struct nbl_block *block, uint32_t holder)
{
	const char *f = "NdisMSendNetBufferListsComplete";
	if (!block)
		ndis_finding(a, "nbl", "%s: %p is not with this miniport: it %s%s", f, (void *)nbl, io_nbl_why(nbl),
		             strstr(io_nbl_why(nbl), "freed") ? ": completed twice?" : "");
	else if (holder == NBL_SENT)
		ndis_finding(a, "nbl", "%s: %p is not with this miniport: it was sent to another adapter of the driver (%s)", f,
		             (void *)nbl, block->adapter ? block->adapter->instance_name : "?");
	else if (holder == NBL_INDICATED)
		ndis_finding(a, "nbl", "%s: %p is a received NBL; those come back through MiniportReturnNetBufferLists", f, (void *)nbl);
	else
		ndis_finding(a, "nbl", "%s: %p is not with this miniport: completed twice?", f, (void *)nbl);
}

/* How it comes back. */
static void check_completed(struct ndis_adapter *a, NET_BUFFER_LIST *nbl, const struct nbl_block *block)
{
	const char *f = "NdisMSendNetBufferListsComplete";
	if (nbl->Status == NDIS_STATUS_PENDING) {
		ndis_finding(a, "nbl", "%s: %p is completed with NDIS_STATUS_PENDING", f, (void *)nbl);
		nbl->Status = NDIS_STATUS_FAILURE;
	} else if (!status_listed(nbl->Status)) {
		ndis_finding(a, "nbl", "%s: Status of %p is 0x%08X, none that a send may end with (NDIS_STATUS_FAILURE is for all others)",
		             f, (void *)nbl, (unsigned)nbl->Status);
		nbl->Status = NDIS_STATUS_FAILURE;
	}
	if (nbl->SourceHandle != block->binding) {
		ndis_finding(a, "nbl", "%s: SourceHandle of %p was changed; it is the sender's", f, (void *)nbl);
		nbl->SourceHandle = block->binding;
	}
	if (io_seal(nbl) != block->seal)
		ndis_finding(a, "nbl",
		             "%s: %p comes back with its NET_BUFFERs or MDLs changed (CurrentMdl, DataOffset, DataLength, Next, "
		             "ByteCount); undo "
		             "every advance and retreat first",
		             f, (void *)nbl);
}

static void orphan(struct nbl_block *block, void *ctx)
{
	if (block->binding == ctx && atomic_load(&block->holder) == NBL_SENT)
		block->binding = NULL;
}
void io_binding_closed(struct ndis_binding *b)
{
	if (atomic_load(&b->adapter->sends))
		io_nbl_each(orphan, b);
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
	uint64_t failed = 0, good = 0;
	check_dispatch_flag(a, SendCompleteFlags & NDIS_SEND_COMPLETE_FLAGS_DISPATCH_LEVEL, "NdisMSendNetBufferListsComplete");
	for (NET_BUFFER_LIST *nbl = NetBufferList, *next; nbl; nbl = next) {
		struct nbl_block *block = io_nbl_block(nbl);
		uint32_t holder = block ? atomic_load_explicit(&block->holder, memory_order_relaxed) : NBL_FREED;
		if (!block || block->adapter != a || holder != NBL_SENT ||
		    !atomic_compare_exchange_strong(&block->holder, &holder, NBL_OWNED)) {
			not_held(a, nbl, block, holder);
			break; /* its Next is no longer the miniport's to follow */
		}
		next = nbl->Next;
		if (!block->binding) { /* the sender has closed its binding: there is nobody to give it to */
			ndis_finding(a, "nbl",
			             "NdisMSendNetBufferListsComplete: %p comes after its sender is gone: a pause has to wait for it",
			             (void *)nbl);
			atomic_fetch_sub(&a->sends, 1);
			continue;
		}
		io_mdl_restore(block);
		check_completed(a, nbl, block);
		if (nbl->Status == NDIS_STATUS_SUCCESS)
			good++;
		else
			failed++;
		if (b && b != block->binding) {
			*tail = NULL;
			give_back(b, list);
			atomic_fetch_sub(&a->sends, n);
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
	atomic_fetch_add_explicit(&c->complete_calls, 1, memory_order_relaxed);
	atomic_fetch_add_explicit(&c->send_completed, good, memory_order_relaxed);
	if (failed)
		atomic_fetch_add_explicit(&c->send_failed, failed, memory_order_relaxed);
	if (b) {
		give_back(b, list);
		atomic_fetch_sub(&a->sends, n);
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
	const uint64_t now = nt_time_100ns();
	ULONG n = 0, seen = 0;
	uint64_t bytes = 0;
	char text[120];
	NET_BUFFER_LIST **tail = list;
	for (NET_BUFFER_LIST *nbl = *list, *next; nbl; nbl = next) {
		struct nbl_block *block = io_nbl_block(nbl);
		uint32_t holder = NBL_OWNED;
		next = nbl->Next;
		seen++;
		if (!block || !atomic_compare_exchange_strong(&block->holder, &holder, NBL_INDICATED)) {
			ndis_finding(a, "nbl", "NdisMIndicateReceiveNetBufferLists: %p %s", (void *)nbl,
			             !block               ? io_nbl_why(nbl)
			             : holder == NBL_SENT ? "is one that the driver was sent; it has to be completed, not indicated"
			                                  : "was indicated before and not returned yet");
			if (!block || (block->adapter == a && block->since == now))
				break; /* memory that is no NBL has no Next; and a list that comes back to itself has no end */
			continue;
		}
		block->since = now;
		block->adapter = a;
		const char *why = io_bad_frame(nbl, text, sizeof(text));
		if (why) {
			ndis_finding(a, "nbl", "NdisMIndicateReceiveNetBufferLists: %p: %s", (void *)nbl, why);
			block->holder = NBL_OWNED;
			continue;
		}
		if (NET_BUFFER_LIST_COALESCED_SEG_COUNT(nbl))
			io_check_coalesced(a, nbl, now);
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
	struct io_counts *c = &io_of(a)->counts;
	atomic_fetch_add_explicit(&c->indicated, n, memory_order_relaxed);
	atomic_fetch_add_explicit(&c->indicate_calls, 1, memory_order_relaxed);
	atomic_fetch_add_explicit(&c->bytes_indicated, bytes, memory_order_relaxed);
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

/* A binding that restarts has set its filter because it is ready. */
static bool wants(const struct ndis_binding *b)
{
	return (b->state == NDIS_BIND_RUNNING || b->state == NDIS_BIND_RESTARTING) && b->packet_filter &&
	       b->protocol->chars.ReceiveNetBufferListsHandler;
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
	atomic_fetch_add_explicit(&io_of(a)->counts.returned, (uint64_t)n, memory_order_relaxed);
	atomic_fetch_add_explicit(&io_of(a)->counts.return_calls, 1, memory_order_relaxed);
	to_miniport(a, list, ReturnFlags);
	atomic_fetch_sub(&a->receives, n);
}
