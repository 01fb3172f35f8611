/*
 * The chimney's data operations and the miniport's six indication entry points.
 *
 *   send, receive, disconnect, forward    the NBLs are the host's; the miniport holds them until it completes them, in the order given
 *   receive indication                    the NBL is the miniport's; accepted, it is the host's until NdisOffloadTcpReceiveReturn
 *   events                                by the connection's NdisOffloadHandle
 *
 * An NBL's head (struct nbl_block) says which connection it is on and its number there, so that what is completed twice, out of order, or
 * by the wrong kind of completion is named and dropped instead of corrupting a list. Documentation: contract/connection-offload.md 7 and 8;
 * CO-197 to CO-305.
 */
#include "ndis/chimney.h"

static const char *const completions[CHIMNEY_KINDS] = {"NdisTcpOffloadSendComplete", "NdisTcpOffloadReceiveComplete",
                                                       "NdisTcpOffloadDisconnectComplete", "NdisTcpOffloadForwardComplete"};
static const char *const entries[CHIMNEY_KINDS] = {"MiniportTcpOffloadSend", "MiniportTcpOffloadReceive", "MiniportTcpOffloadDisconnect",
                                                   "MiniportTcpOffloadForward"};
static const char *const pending_rules[CHIMNEY_KINDS] = {"CO-197", "CO-219", "CO-265", "CO-283"};

#define CROSSING 5000000 /* 100 ns: half a second */
/* Per request nothing is traced on the control ring; the callback mark is for crash reports and the IRQL check. */
#define IO_CALL(name, fn, ...)                                                                                                             \
	({                                                                                                                                 \
		nt_callback_begin((name), ndis_limits.dispatch);                                                                           \
		__auto_type ret_ = (fn)(__VA_ARGS__);                                                                                      \
		nt_callback_end();                                                                                                         \
		ret_;                                                                                                                      \
	})
#define IO_CALL_VOID(name, fn, ...)                                                                                                        \
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

/* ---- down */
void chimney_take_nbls(struct chimney_object *o, NET_BUFFER_LIST *chain, enum chimney_kind kind)
{
	for (NET_BUFFER_LIST *nbl = chain; nbl; nbl = nbl->Next) {
		struct nbl_block *block = io_nbl_block(nbl);
		uint32_t holder = NBL_OWNED;
		if (!block || !atomic_compare_exchange_strong(&block->holder, &holder, NBL_CHIMNEY)) {
			ndis_finding(o->adapter, "nbl", "%s: %p %s", entries[kind], (void *)nbl,
			             block ? "is still in somebody's hands" : "did not come from a pool");
			continue;
		}
		block->adapter = o->adapter;
		block->binding = o->binding;
		block->connection = o;
		block->chimney_kind = (uint8_t)kind;
		block->chimney_number = atomic_fetch_add(&o->io[kind].given, 1);
		if (kind == CHIMNEY_RECEIVE && block->chimney_number == o->io[kind].done)
			o->posted = nt_time_100ns();
		atomic_fetch_add(&o->references, 1);
		nbl->SourceHandle = o->binding;
		if (kind == CHIMNEY_SEND || kind == CHIMNEY_RECEIVE)
			io_mdl_unmap(block); /* contract 7.1: locked, not mapped */
	}
}
static void untake(struct nbl_block *block)
{
	io_mdl_restore(block);
	block->connection = NULL;
	block->holder = NBL_OWNED;
}
void chimney_untake_nbls(NET_BUFFER_LIST **nbl, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++) {
		struct nbl_block *block = io_nbl_block(nbl[i]);
		nbl[i]->Next = i + 1 < n ? nbl[i + 1] : NULL;
		if (!block || block->holder != NBL_CHIMNEY)
			continue; /* completed early: the host never heard of it */
		struct chimney_object *o = block->connection;
		atomic_fetch_sub(&o->io[block->chimney_kind].given, 1);
		untake(block);
		chimney_release(o);
	}
}

/* One NBL comes back from the miniport: its connection, whose reference is the caller's now. NULL: it is not the miniport's to give back.
 * `kind` becomes what it went down as. */
static struct chimney_object *back(struct ndis_adapter *a, NET_BUFFER_LIST *nbl, enum chimney_kind *kind, const char *function)
{
	struct nbl_block *block = io_nbl_block(nbl);
	uint32_t holder = NBL_CHIMNEY;
	if (!block || block->adapter != a || !atomic_compare_exchange_strong(&block->holder, &holder, NBL_OWNED)) {
		ndis_finding(a, *kind == CHIMNEY_SEND ? "CO-166" : "nbl", "%s: NBL %p is not with this miniport%s", function, (void *)nbl,
		             block && holder != NBL_CHIMNEY ? ": given back twice?" : "");
		return NULL;
	}
	struct chimney_object *o = block->connection;
	if (block->chimney_kind != *kind)
		ndis_finding(a, *kind == CHIMNEY_DISCONNECT ? "CO-280" : "chimney", "%s: NBL %p came by %s", function, (void *)nbl,
		             entries[block->chimney_kind]);
	*kind = block->chimney_kind;
	const uint64_t expected = atomic_fetch_add(&o->io[block->chimney_kind].done, 1);
	if (block->chimney_number != expected && *kind != CHIMNEY_FORWARD)
		ndis_finding(a,
		             *kind == CHIMNEY_RECEIVE ? "CO-234"
		             : *kind == CHIMNEY_SEND  ? "CO-198"
		                                      : "chimney",
		             "%s: request %llu of connection %p comes before request %llu", function,
		             (unsigned long long)block->chimney_number, (void *)o->handle, (unsigned long long)expected);
	if (*kind == CHIMNEY_RECEIVE)
		o->posted = nt_time_100ns();
	untake(block);
	return o;
}
void chimney_give_back(struct chimney_object *o, NET_BUFFER_LIST **chain, const char *function)
{
	for (; *chain; chain = &(*chain)->Next) {
		enum chimney_kind kind = CHIMNEY_SEND;
		struct nbl_block *block = io_nbl_block(*chain);
		if (block && block->holder == NBL_CHIMNEY && (block->connection != o || block->chimney_kind != CHIMNEY_SEND)) {
			ndis_finding(o->adapter, "CO-173", "%s: NetBufferListChain of connection %p has NBL %p, which is no send of it",
			             function, (void *)o->handle, (void *)*chain);
			break;
		}
		struct chimney_object *of = back(o->adapter, *chain, &kind, function);
		if (!of)
			break;
		chimney_release(of);
	}
	*chain = NULL; /* what follows is not the host's */
}
void chimney_take_indicated(struct chimney_object *o, NET_BUFFER_LIST **chain)
{
	char text[160];
	for (; *chain; chain = &(*chain)->Next) {
		NET_BUFFER_LIST *nbl = *chain;
		struct nbl_block *block = io_nbl_block(nbl);
		uint32_t holder = NBL_OWNED;
		const char *why = !block                 ? "did not come from a pool"
		                  : !nbl->FirstNetBuffer ? "has no data"
		                                         : io_bad_frame(nbl, text, sizeof text);
		if (!why && !atomic_compare_exchange_strong(&block->holder, &holder, NBL_CHIMNEY_UP))
			why = "is not the miniport's now";
		if (why) {
			ndis_finding(o->adapter, "nbl", "NdisMTerminateOffloadComplete: BufferedData has NBL %p: %s", (void *)nbl, why);
			break;
		}
		block->adapter = o->adapter;
		atomic_fetch_add(&o->adapter->receives, 1);
		atomic_fetch_add(&chimney_counts(o->adapter)->bytes_received, bytes_of(nbl));
	}
	*chain = NULL;
}
static void to_protocol(struct ndis_binding *b, NET_BUFFER_LIST *list, enum chimney_kind kind);

struct stuck {
	const struct chimney_object *o;
	NET_BUFFER_LIST *list[CHIMNEY_KINDS];
};
static void take_one(struct nbl_block *block, void *ctx)
{
	struct stuck *s = ctx;
	uint32_t holder = NBL_CHIMNEY;
	if (block->holder != NBL_CHIMNEY || block->connection != s->o ||
	    !atomic_compare_exchange_strong(&block->holder, &holder, NBL_OWNED))
		return;
	NET_BUFFER_LIST **at = &s->list[block->chimney_kind];
	while (*at && io_nbl_block(*at)->chimney_number < block->chimney_number)
		at = &(*at)->Next;
	block->nbl.Next = *at;
	*at = &block->nbl;
}
void chimney_take_back(struct chimney_object *o)
{
	static const char *const kinds[] = {"send", "receive", "disconnect", "forward"}, *const rules[] = {"CO-166", "CO-163", "CO-164",
	                                                                                                   "CO-165"};
	struct stuck s = {.o = o};
	bool any = false;
	for (unsigned k = 0; k < CHIMNEY_KINDS; k++) {
		const uint64_t n = o->io[k].given - o->io[k].done;
		if (!n)
			continue;
		any = true;
		ndis_finding(o->adapter, rules[k],
		             "%llu %s request(s) of connection %p were neither completed nor handed back when its offload ended",
		             (unsigned long long)n, kinds[k], (void *)o->handle);
	}
	if (!any)
		return;
	io_nbl_each(take_one, &s);
	for (unsigned k = 0; k < CHIMNEY_KINDS; k++) {
		for (NET_BUFFER_LIST *nbl = s.list[k]; nbl; nbl = nbl->Next) {
			untake(io_nbl_block(nbl));
			nbl->Status = NDIS_STATUS_UPLOAD_IN_PROGRESS;
			NET_BUFFER_LIST_INFO(nbl, TcpOffloadBytesTransferred) = NULL;
			atomic_fetch_add(&o->io[k].done, 1);
			chimney_release(o); /* the caller has one more */
		}
		if (s.list[k])
			to_protocol(o->binding, s.list[k], k);
	}
}

/* A send may be acknowledged before its initiate completes: the host learns of it after that (or never, when the offload failed). */
static KSPIN_LOCK early_lock;
static bool keep_early(struct chimney_object *o, NET_BUFFER_LIST *nbl)
{
	KIRQL old;
	KeAcquireSpinLock(&early_lock, &old);
	const bool keep = !o->settled;
	if (keep) {
		nbl->Next = NULL;
		*o->early_end = nbl;
		o->early_end = &nbl->Next;
	}
	KeReleaseSpinLock(&early_lock, old);
	return keep;
}
bool chimney_early(struct chimney_object *o)
{
	const bool any = o->early != NULL;
	o->early = NULL;
	o->early_end = &o->early;
	return any;
}
void chimney_settle(struct chimney_object *o)
{
	for (;;) {
		KIRQL old;
		KeAcquireSpinLock(&early_lock, &old);
		NET_BUFFER_LIST *list = o->early;
		o->early = NULL;
		o->early_end = &o->early;
		if (!list)
			o->settled = true;
		KeReleaseSpinLock(&early_lock, old);
		if (!list)
			return;
		to_protocol(o->binding, list, CHIMNEY_SEND);
	}
}

static NDIS_STATUS hand_down(PNDIS_OFFLOAD_HANDLE handle, NET_BUFFER_LIST *nbl, enum chimney_kind kind, ULONG flags, const char *function)
{
	struct chimney_object *o = chimney_of_host(handle, function);
	if (!o || !nbl)
		return NDIS_STATUS_INVALID_PARAMETER;
	struct ndis_adapter *a = o->adapter;
	const uint32_t state = o->state;
	if (o->layer != CHIMNEY_TCP || state == CHIMNEY_OFFLOADING || state == CHIMNEY_TERMINATING) {
		ndis_finding(a,
		             state == CHIMNEY_OFFLOADING ? kind == CHIMNEY_FORWARD ? "CO-285" : "CO-090"
		             : kind == CHIMNEY_FORWARD   ? "CO-286"
		                                         : "CO-161",
		             "%s on %p: %s", function, (void *)handle,
		             o->layer != CHIMNEY_TCP       ? "not a connection"
		             : state == CHIMNEY_OFFLOADING ? "its initiate has not completed"
		                                           : "it is being terminated");
		for (NET_BUFFER_LIST *n = nbl; n; n = n->Next)
			n->Status = NDIS_STATUS_UPLOAD_IN_PROGRESS;
		to_protocol(o->binding, nbl, kind);
		return NDIS_STATUS_PENDING;
	}
	const NDIS_PROVIDER_CHIMNEY_OFFLOAD_TCP_CHARACTERISTICS *m = &a->driver->chimney_tcp;
	void *context = handle->MiniportOffloadContext;
	if (kind == CHIMNEY_SEND)
		for (const NET_BUFFER_LIST *n = nbl; n; n = n->Next)
			atomic_fetch_add(&chimney_counts(a)->bytes_sent, bytes_of(n));
	chimney_take_nbls(o, nbl, kind);
	NDIS_STATUS status = NDIS_STATUS_PENDING;
	switch (kind) {
	case CHIMNEY_SEND:
		status = IO_CALL(entries[kind], m->TcpOffloadSendHandler, a->context, context, nbl);
		break;
	case CHIMNEY_RECEIVE:
		status = IO_CALL(entries[kind], m->TcpOffloadReceiveHandler, a->context, context, nbl);
		break;
	case CHIMNEY_DISCONNECT:
		status = IO_CALL(entries[kind], m->TcpOffloadDisconnectHandler, a->context, context, nbl, flags);
		break;
	case CHIMNEY_FORWARD:
		status = IO_CALL(entries[kind], m->TcpOffloadForwardHandler, a->context, context, nbl);
		break;
	default:
		break;
	}
	if (status != NDIS_STATUS_PENDING)
		ndis_finding(a, pending_rules[kind], "%s returned %08X: it always returns NDIS_STATUS_PENDING and completes", entries[kind],
		             (unsigned)status);
	return NDIS_STATUS_PENDING;
}

NDIS_STATUS NTAPI NdisOffloadTcpSend(PNDIS_OFFLOAD_HANDLE NdisOffloadHandle, PNET_BUFFER_LIST NetBufferList)
{
	return hand_down(NdisOffloadHandle, NetBufferList, CHIMNEY_SEND, 0, "NdisOffloadTcpSend");
}
NDIS_STATUS NTAPI NdisOffloadTcpReceive(PNDIS_OFFLOAD_HANDLE NdisOffloadHandle, PNET_BUFFER_LIST NetBufferList)
{
	return hand_down(NdisOffloadHandle, NetBufferList, CHIMNEY_RECEIVE, 0, "NdisOffloadTcpReceive");
}
NDIS_STATUS NTAPI NdisOffloadTcpDisconnect(PNDIS_OFFLOAD_HANDLE NdisOffloadHandle, PNET_BUFFER_LIST NetBufferList, ULONG Flags)
{
	return hand_down(NdisOffloadHandle, NetBufferList, CHIMNEY_DISCONNECT, Flags, "NdisOffloadTcpDisconnect");
}
NDIS_STATUS NTAPI NdisOffloadTcpForward(PNDIS_OFFLOAD_HANDLE NdisOffloadHandle, PNET_BUFFER_LIST NetBufferList)
{
	return hand_down(NdisOffloadHandle, NetBufferList, CHIMNEY_FORWARD, 0, "NdisOffloadTcpForward");
}

void NTAPI NdisOffloadTcpReceiveReturn(NDIS_HANDLE NdisBindingHandle, PNET_BUFFER_LIST NetBufferList)
{
	struct ndis_binding *b = io_binding_quick(NdisBindingHandle, "NdisOffloadTcpReceiveReturn");
	NET_BUFFER_LIST *list = NULL, **tail = &list;
	int64_t n = 0;
	if (!b)
		return;
	struct ndis_adapter *a = b->adapter;
	for (NET_BUFFER_LIST *nbl = NetBufferList, *next; nbl; nbl = next) {
		struct nbl_block *block = io_nbl_block(nbl);
		uint32_t holder = NBL_CHIMNEY_UP;
		if (!block || block->adapter != a || !atomic_compare_exchange_strong(&block->holder, &holder, NBL_OWNED)) {
			ndis_finding(a, "nbl", "NdisOffloadTcpReceiveReturn: %p is not one that this binding holds", (void *)nbl);
			break;
		}
		next = nbl->Next;
		*tail = nbl;
		tail = &nbl->Next;
		n++;
	}
	*tail = NULL;
	if (list) {
		const NDIS_STATUS status =
		        IO_CALL("MiniportTcpOffloadReceiveReturn", a->driver->chimney_tcp.TcpOffloadReceiveReturnHandler, a->context, list);
		if (status != NDIS_STATUS_SUCCESS)
			ndis_finding(a, "CO-260", "MiniportTcpOffloadReceiveReturn returned %08X, not NDIS_STATUS_SUCCESS",
			             (unsigned)status);
	}
	atomic_fetch_sub(&a->receives, n);
}

/* ---- up: completions */
static bool status_fits(NDIS_STATUS s, enum chimney_kind kind)
{
	return s == NDIS_STATUS_SUCCESS || s == NDIS_STATUS_UPLOAD_IN_PROGRESS || s == NDIS_STATUS_REQUEST_ABORTED ||
	       (kind == CHIMNEY_RECEIVE && s == NDIS_STATUS_INVALID_STATE) ||
	       (kind == CHIMNEY_SEND && (s == NDIS_STATUS_REQUEST_UPLOAD || s == NDIS_STATUS_UPLOAD_REQUESTED));
}
static void to_protocol(struct ndis_binding *b, NET_BUFFER_LIST *list, enum chimney_kind kind)
{
	const NDIS_CLIENT_CHIMNEY_OFFLOAD_TCP_CHARACTERISTICS *c = &b->protocol->client_tcp;
	switch (kind) {
	case CHIMNEY_SEND:
		IO_CALL_VOID("ProtocolTcpOffloadSendComplete", c->TcpOffloadSendCompleteHandler, b->context, list);
		break;
	case CHIMNEY_RECEIVE:
		IO_CALL_VOID("ProtocolTcpOffloadReceiveComplete", c->TcpOffloadReceiveCompleteHandler, b->context, list);
		break;
	case CHIMNEY_DISCONNECT:
		IO_CALL_VOID("ProtocolTcpOffloadDisconnectComplete", c->TcpOffloadDisconnectCompleteHandler, b->context, list);
		break;
	case CHIMNEY_FORWARD:
		IO_CALL_VOID("ProtocolTcpOffloadForwardComplete", c->TcpOffloadForwardCompleteHandler, b->context, list);
		break;
	default:
		break;
	}
}
static void complete(NDIS_HANDLE adapter, NET_BUFFER_LIST *chain, enum chimney_kind kind)
{
	struct ndis_adapter *a = io_adapter_quick(adapter, completions[kind]);
	struct ndis_binding *b = NULL;
	NET_BUFFER_LIST *list = NULL, **tail = &list;
	if (!a)
		return;
	if (kind == CHIMNEY_DISCONNECT && chain && chain->Next)
		ndis_finding(a, "CO-280", "%s: a chain; a disconnect is completed alone", completions[kind]);
	enum chimney_kind listed = kind;
	for (NET_BUFFER_LIST *nbl = chain, *next; nbl; nbl = next) {
		enum chimney_kind as = kind;
		struct nbl_block *block = io_nbl_block(nbl);
		struct chimney_object *o = back(a, nbl, &as, completions[kind]);
		if (!o)
			break; /* its Next is not the miniport's to follow */
		next = nbl->Next;
		struct ndis_binding *to = block->binding;
		if (!status_fits(nbl->Status, as))
			ndis_finding(a,
			             as == CHIMNEY_SEND && nbl->Status == NDIS_STATUS_PAUSED ? "CO-211"
			             : as == CHIMNEY_FORWARD                                 ? "CO-289"
			                                                                     : "chimney",
			             "%s: NBL %p has status %08X", completions[kind], (void *)nbl, (unsigned)nbl->Status);
		if (as == CHIMNEY_RECEIVE)
			atomic_fetch_add(&chimney_counts(a)->bytes_received,
			                 (uintptr_t)NET_BUFFER_LIST_INFO(nbl, TcpOffloadBytesTransferred));
		const bool early = as == CHIMNEY_SEND && !o->settled && keep_early(o, nbl);
		chimney_release(o);
		if (early)
			continue;
		if (list && (b != to || listed != as)) {
			*tail = NULL;
			to_protocol(b, list, listed);
			list = NULL;
			tail = &list;
		}
		b = to;
		listed = as;
		*tail = nbl;
		tail = &nbl->Next;
	}
	*tail = NULL;
	if (b && list)
		to_protocol(b, list, listed);
}
static VOID NTAPI send_complete(NDIS_HANDLE adapter, PNET_BUFFER_LIST nbl)
{
	complete(adapter, nbl, CHIMNEY_SEND);
}
static VOID NTAPI receive_complete(NDIS_HANDLE adapter, PNET_BUFFER_LIST nbl)
{
	complete(adapter, nbl, CHIMNEY_RECEIVE);
}
static VOID NTAPI disconnect_complete(NDIS_HANDLE adapter, PNET_BUFFER_LIST nbl)
{
	complete(adapter, nbl, CHIMNEY_DISCONNECT);
}
static VOID NTAPI forward_complete(NDIS_HANDLE adapter, PNET_BUFFER_LIST nbl)
{
	complete(adapter, nbl, CHIMNEY_FORWARD);
}

/* ---- up: indications */
static struct chimney_object *connection_of(NDIS_HANDLE handle, const char *function)
{
	struct chimney_object *o = chimney_enter(handle);
	if (!o || o->layer != CHIMNEY_TCP) {
		ndis_finding(o ? o->adapter : NULL, "CO-172",
		             "%s: %p is no offloaded connection: never was, or its terminate has completed", function, handle);
		if (o)
			chimney_leave(o);
		return NULL;
	}
	if (o->state == CHIMNEY_OFFLOADING)
		ndis_finding(o->adapter, "CO-092", "%s on %p before its initiate was completed", function, handle);
	return o;
}

static VOID NTAPI event_indicate(NDIS_HANDLE handle, ULONG event, ULONG specific)
{
	struct chimney_object *o = connection_of(handle, "NdisTcpOffloadEventHandler");
	if (!o)
		return;
	struct ndis_adapter *a = o->adapter;
	atomic_fetch_add(&chimney_counts(a)->events, 1);
	if (event < TcpIndicateSendBacklogChange || event > TcpIndicateAbort)
		ndis_finding(a, "chimney", "NdisTcpOffloadEventHandler: EventType %u on connection %p is none", event, handle);
	if (event == TcpIndicateRetrieve) {
		atomic_fetch_add(&chimney_counts(a)->upload_requests, 1);
		if (!specific || specific >= MaxUploadReason)
			ndis_finding(a, "CO-298",
			             "NdisTcpOffloadEventHandler: TcpIndicateRetrieve with reason %u, which is no TCP_UPLOAD_REASON",
			             specific);
	}
	if (event == TcpIndicateAbort)
		o->aborted = true;
	NDIS_CALLBACK_VOID(a->trace_nic, "ProtocolTcpOffloadEvent", ndis_limits.dispatch,
	                   o->binding->protocol->client_tcp.TcpOffloadEventHandler, handle, event, specific);
	chimney_leave(o);
}

static NDIS_STATUS NTAPI receive_indicate(NDIS_HANDLE handle, PNET_BUFFER_LIST nbl, NDIS_STATUS status, PULONG consumed)
{
	struct chimney_object *o = connection_of(handle, "NdisTcpOffloadReceiveHandler");
	ULONG none = 0;
	if (!consumed)
		consumed = &none;
	*consumed = 0;
	if (!o)
		return NDIS_STATUS_OFFLOAD_DATA_NOT_ACCEPTED;
	struct ndis_adapter *a = o->adapter;
	struct nbl_block *block = io_nbl_block(nbl);
	uint32_t holder = NBL_OWNED;
	NDIS_STATUS result = NDIS_STATUS_OFFLOAD_DATA_NOT_ACCEPTED;
	char text[160];
	const char *why = !block                                                                     ? "did not come from a pool"
	                  : !nbl->FirstNetBuffer || !bytes_of(nbl)                                   ? "has no data"
	                  : (why = io_bad_frame(nbl, text, sizeof text))                             ? why
	                  : !atomic_compare_exchange_strong(&block->holder, &holder, NBL_CHIMNEY_UP) ? "is not the miniport's now"
	                                                                                             : NULL;
	if (why) {
		ndis_finding(a, "nbl", "NdisTcpOffloadReceiveHandler: NBL %p: %s", (void *)nbl, why);
		chimney_leave(o);
		return result;
	}
	if (nbl->Next || nbl->FirstNetBuffer->Next) {
		ndis_finding(a, "CO-245", "NdisTcpOffloadReceiveHandler: %p is not one stand-alone NBL with one NET_BUFFER", (void *)nbl);
		nbl->Next = NULL;
	}
	if (status != NDIS_STATUS_SUCCESS)
		ndis_finding(a, "CO-246", "NdisTcpOffloadReceiveHandler: Status is %08X, not NDIS_STATUS_SUCCESS", (unsigned)status);
	/* a request that was posted just now may have crossed the indication (contract 7.4) */
	if (o->io[CHIMNEY_RECEIVE].done != o->io[CHIMNEY_RECEIVE].given && o->state == CHIMNEY_OFFLOADED &&
	    nt_time_100ns() - o->posted > CROSSING)
		ndis_finding(a, "CO-230", "NdisTcpOffloadReceiveHandler: connection %p has receive requests posted; they come first",
		             handle);
	const ULONG all = (ULONG)bytes_of(nbl);
	block->adapter = a;
	atomic_fetch_add(&a->receives, 1);
	result = IO_CALL("ProtocolTcpOffloadReceiveIndicate", o->binding->protocol->client_tcp.TcpOffloadReceiveIndicateHandler, handle,
	                 nbl, NDIS_STATUS_SUCCESS, consumed);
	if (result == NDIS_STATUS_SUCCESS) {
		if (*consumed != all)
			ndis_finding(a, "CO-247", "ProtocolTcpOffloadReceiveIndicate accepted %u of %u bytes with NDIS_STATUS_SUCCESS",
			             *consumed, all);
	} else {
		const bool part = result == NDIS_STATUS_OFFLOAD_DATA_PARTIALLY_ACCEPTED;
		if ((part && (!*consumed || *consumed >= all)) || (!part && *consumed))
			ndis_finding(a, part ? "CO-249" : "CO-248",
			             "ProtocolTcpOffloadReceiveIndicate returned %08X with %u of %u bytes consumed", (unsigned)result,
			             *consumed, all);
		block->holder = NBL_OWNED;
		atomic_fetch_sub(&a->receives, 1);
	}
	atomic_fetch_add(&chimney_counts(a)->bytes_received, result == NDIS_STATUS_SUCCESS ? all : *consumed);
	chimney_leave(o);
	return result;
}

/* The driver calls these by pointer: through gates, so that such a call is traced, checked and unwound like one through its import table.
 */
#define HANDLER(n, f, least, hush)                                                                                                         \
	{                                                                                                                                  \
		.dll = "NDIS.SYS", .name = n, .address = (void *)(f), .max_irql = DISPATCH_LEVEL, .min_irql = least, .quiet = (hush)       \
	}
const struct image_export chimney_handlers[6] = {
        HANDLER("NdisTcpOffloadEventHandler", event_indicate, DISPATCH_LEVEL, 0),
        HANDLER("NdisTcpOffloadReceiveHandler", receive_indicate, DISPATCH_LEVEL, 1),
        HANDLER("NdisTcpOffloadSendComplete", send_complete, 0, 1),
        HANDLER("NdisTcpOffloadReceiveComplete", receive_complete, 0, 1),
        HANDLER("NdisTcpOffloadDisconnectComplete", disconnect_complete, 0, 0),
        HANDLER("NdisTcpOffloadForwardComplete", forward_complete, 0, 1),
};
