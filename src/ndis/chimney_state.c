/*
 * The five state operations: initiate, query, update, invalidate, terminate. Each takes a tree of blocks from the protocol, makes it the
 * miniport's, hands it down, and takes it back by the completion, which must name the same root exactly once. What the miniport wrote into
 * the blocks is judged here: statuses that the operation may not end with, cells left empty, an object freed that still has dependents or
 * I/O outstanding. Documentation: contract/connection-offload.md 6; CO-041 to CO-196.
 */
#include "ndis/chimney.h"
#include <stdio.h>
#include <string.h>

typedef NDIS_PROTOCOL_OFFLOAD_BLOCK_LIST pblock;
typedef NDIS_MINIPORT_OFFLOAD_BLOCK_LIST mblock;
_Static_assert(sizeof(pblock) == sizeof(mblock) && offsetof(pblock, OffloadHandle) == offsetof(mblock, NdisOffloadHandle),
               "converted in place");

static const struct {
	const char *down, *miniport, *complete;
} names[CHIMNEY_OPS] = {
        {"NdisInitiateOffload", "MiniportInitiateOffload", "NdisMInitiateOffloadComplete"},
        {"NdisQueryOffloadState", "MiniportQueryOffload", "NdisMQueryOffloadStateComplete"},
        {"NdisUpdateOffload", "MiniportUpdateOffload", "NdisMUpdateOffloadComplete"},
        {"NdisInvalidateOffload", "MiniportInvalidateOffload", "NdisMInvalidateOffloadComplete"},
        {"NdisTerminateOffload", "MiniportTerminateOffload", "NdisMTerminateOffloadComplete"},
};
/* Not a status that anybody completes with: what a block says until the miniport has written it. */
#define UNWRITTEN ((NDIS_STATUS)0xC0DE0001)

/* ---- operations under way */
struct operation {
	struct list link;
	void *root;
	enum chimney_op op;
	struct ndis_adapter *adapter;
	struct ndis_binding *binding;
};
static struct list running = {&running, &running};
static KSPIN_LOCK lock;

static struct operation *begin(struct ndis_binding *b, enum chimney_op op, void *root)
{
	struct operation *o = nt_pool_alloc(sizeof(*o), IO_TAG('N', 'D', 'c', 'o'));
	KIRQL old;
	if (!o)
		return NULL;
	*o = (struct operation){.root = root, .op = op, .adapter = b->adapter, .binding = b};
	ndis_binding_hold(b);
	KeAcquireSpinLock(&lock, &old);
	list_add(&running, &o->link);
	KeReleaseSpinLock(&lock, old);
	return o;
}
static struct operation *end(struct ndis_adapter *a, enum chimney_op op, const void *root)
{
	struct operation *found = NULL;
	KIRQL old;
	KeAcquireSpinLock(&lock, &old);
	list_each(l, &running)
	{
		struct operation *o = base_container_of(l, struct operation, link);
		if (o->root == root && o->adapter == a && o->op == op) {
			list_del(&o->link);
			found = o;
			break;
		}
	}
	KeReleaseSpinLock(&lock, old);
	return found;
}
static void drop(struct operation *o)
{
	ndis_binding_release(o->binding);
	nt_pool_free(o);
}

/* ---- blocks */
static enum chimney_layer layer_of(const pblock *b)
{
	return b->Header.Type >= TcpOffloadConstState   ? CHIMNEY_TCP
	       : b->Header.Type >= Ip4OffloadConstState ? CHIMNEY_PATH
	                                                : CHIMNEY_NEIGHBOR;
}
typedef void visit(pblock *b, struct chimney_object *above, void *ctx);
/* Depth first, then breadth: the order of contract 6.1.2. `above`: the object of the nearest block above that names one. */
static void walk(pblock *b, struct chimney_object *above, visit *fn, void *ctx, unsigned depth)
{
	for (; b; b = b->NextBlock) {
		fn(b, above, ctx);
		struct chimney_object *own = b->OffloadHandle ? b->OffloadHandle->NdisReserved[0] : NULL;
		if (b->DependentBlockList && depth < CHIMNEY_DEPTH)
			walk(b->DependentBlockList, own ? own : above, fn, ctx, depth + 1);
	}
}

struct down {
	struct ndis_binding *binding;
	enum chimney_op op;
	unsigned objects, fresh, broken;
};
/* Host's mistakes are said as findings too (tcpip is ours, but a vendor's protocol driver is not) and make the operation fail before the
 * miniport sees it. */
static void prepare(pblock *b, struct chimney_object *above, void *ctx)
{
	struct down *d = ctx;
	struct chimney_object *o;
	b->SourceHandle = d->binding;
	b->Status = UNWRITTEN;
	if (!b->OffloadHandle)
		return;
	d->objects++;
	if (d->op == CHIMNEY_INITIATE && !b->OffloadHandle->MiniportOffloadContext) {
		o = chimney_new(b->OffloadHandle, d->binding, layer_of(b), above);
		if (!o) {
			d->broken++;
			return;
		}
		d->fresh++;
		if (b->NetBufferListChain)
			chimney_take_nbls(o, b->NetBufferListChain, CHIMNEY_SEND);
		return;
	}
	o = chimney_of_host(b->OffloadHandle, names[d->op].down);
	if (!o) {
		d->broken++;
		return;
	}
	const uint32_t state = o->state;
	if (state == CHIMNEY_OFFLOADING || state == CHIMNEY_TERMINATING ||
	    (d->op == CHIMNEY_UPDATE && (state == CHIMNEY_INVALID || o->updating))) {
		ndis_finding(d->binding->adapter, "chimney", "%s: the %s %p is being %s", names[d->op].down, chimney_layer_name(o->layer),
		             (void *)o->handle,
		             state == CHIMNEY_OFFLOADING    ? "offloaded"
		             : state == CHIMNEY_TERMINATING ? "terminated"
		             : state == CHIMNEY_INVALID     ? "given up: it was invalidated"
		                                            : "updated already");
		d->broken++;
		return;
	}
	if (d->op == CHIMNEY_TERMINATE) {
		if (o->changing) {
			ndis_finding(d->binding->adapter, "chimney", "%s: a query, update or invalidate of the %s %p has not completed",
			             names[d->op].down, chimney_layer_name(o->layer), (void *)o->handle);
			d->broken++;
			return;
		}
		o->state = CHIMNEY_TERMINATING;
		b->NetBufferListChain = NULL;
	} else if (d->op != CHIMNEY_INITIATE) {
		atomic_fetch_add(&o->changing, 1);
		if (d->op == CHIMNEY_UPDATE)
			atomic_fetch_add(&o->updating, 1);
		if (d->op == CHIMNEY_INVALIDATE)
			o->state = CHIMNEY_INVALID;
	}
}
static void to_miniport(pblock *b, struct chimney_object *above, void *ctx)
{
	NDIS_OFFLOAD_HANDLE *h = b->OffloadHandle;
	mblock *m = (mblock *)b;
	(void)above, (void)ctx;
	m->MiniportOffloadContext = h ? &h->MiniportOffloadContext : NULL;
}
static void refuse(pblock *b, struct chimney_object *above, void *ctx)
{
	const struct down *d = ctx;
	struct chimney_object *o = b->OffloadHandle ? b->OffloadHandle->NdisReserved[0] : NULL;
	(void)above;
	b->Status = b->OffloadHandle ? NDIS_STATUS_FAILURE : NDIS_STATUS_SUCCESS;
	if (!o || o->magic != CHIMNEY_MAGIC || o->handle != b->OffloadHandle)
		return;
	if (d->op == CHIMNEY_INITIATE && o->state == CHIMNEY_OFFLOADING) {
		chimney_untake_nbls(b->NetBufferListChain);
		chimney_gone(o);
	} else if (d->op == CHIMNEY_TERMINATE && o->state == CHIMNEY_TERMINATING) {
		o->state = CHIMNEY_OFFLOADED;
	}
}

static void give_to_protocol(struct ndis_binding *b, enum chimney_op op, pblock *root)
{
	const NDIS_CLIENT_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS *c = &b->protocol->client_generic;
	const uint8_t nic = b->adapter->trace_nic;
	switch (op) {
	case CHIMNEY_INITIATE:
		NDIS_CALLBACK_VOID(nic, "ProtocolInitiateOffloadComplete", ndis_limits.dispatch, c->InitiateOffloadCompleteHandler,
		                   b->context, root);
		break;
	case CHIMNEY_QUERY:
		NDIS_CALLBACK_VOID(nic, "ProtocolQueryOffloadComplete", ndis_limits.dispatch, c->QueryOffloadCompleteHandler, b->context,
		                   root);
		break;
	case CHIMNEY_UPDATE:
		NDIS_CALLBACK_VOID(nic, "ProtocolUpdateOffloadComplete", ndis_limits.dispatch, c->UpdateOffloadCompleteHandler, b->context,
		                   root);
		break;
	case CHIMNEY_INVALIDATE:
		NDIS_CALLBACK_VOID(nic, "ProtocolInvalidateOffloadComplete", ndis_limits.dispatch, c->InvalidateOffloadCompleteHandler,
		                   b->context, root);
		break;
	case CHIMNEY_TERMINATE:
		NDIS_CALLBACK_VOID(nic, "ProtocolTerminateOffloadComplete", ndis_limits.dispatch, c->TerminateOffloadCompleteHandler,
		                   b->context, root);
		break;
	default:
		break;
	}
}

static void hand_down(NDIS_HANDLE handle, pblock *root, enum chimney_op op)
{
	struct ndis_binding *b = ndis_binding_of(handle, names[op].down);
	if (!b || !root)
		return;
	struct ndis_adapter *a = b->adapter;
	const NDIS_PROVIDER_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS *m = &a->driver->chimney_generic;
	struct down d = {.binding = b, .op = op};

	atomic_fetch_add(&chimney_counts(a)->ops[op], 1);
	if (!b->protocol->has_client_generic || !b->protocol->has_client_tcp || !a->driver->has_chimney_generic ||
	    !a->driver->has_chimney_tcp) {
		ndis_finding(a, "chimney", "%s: %s has not registered its chimney handlers", names[op].down,
		             a->driver->has_chimney_generic && a->driver->has_chimney_tcp ? b->protocol->name : a->driver->name);
		return; /* there is nobody to answer to, or nobody to answer */
	}
	struct operation *o = begin(b, op, root);
	walk(root, NULL, prepare, &d, 0);
	const bool gone = a->state != NDIS_RUNNING && a->state != NDIS_PAUSING;
	if (!o || d.broken || gone || (op == CHIMNEY_INITIATE && a->state != NDIS_RUNNING)) {
		walk(root, NULL, refuse, &d, 0);
		if (gone && op == CHIMNEY_INITIATE)
			ndis_note(a, names[op].down, "not handed down: the adapter is %s", ndis_adapter_state_name(a->state));
		if (o) {
			end(a, op, root);
			give_to_protocol(b, op, root);
			drop(o);
		}
		return;
	}
	walk(root, NULL, to_miniport, NULL, 0);
	switch (op) {
	case CHIMNEY_INITIATE:
		NDIS_CALLBACK_VOID(a->trace_nic, names[op].miniport, ndis_limits.dispatch, m->InitiateOffloadHandler, a->context,
		                   (mblock *)root);
		break;
	case CHIMNEY_QUERY:
		NDIS_CALLBACK_VOID(a->trace_nic, names[op].miniport, ndis_limits.dispatch, m->QueryOffloadHandler, a->context,
		                   (mblock *)root);
		break;
	case CHIMNEY_UPDATE:
		NDIS_CALLBACK_VOID(a->trace_nic, names[op].miniport, ndis_limits.dispatch, m->UpdateOffloadHandler, a->context,
		                   (mblock *)root);
		break;
	case CHIMNEY_INVALIDATE:
		NDIS_CALLBACK_VOID(a->trace_nic, names[op].miniport, ndis_limits.dispatch, m->InvalidateOffloadHandler, a->context,
		                   (mblock *)root);
		break;
	case CHIMNEY_TERMINATE:
		NDIS_CALLBACK_VOID(a->trace_nic, names[op].miniport, ndis_limits.dispatch, m->TerminateOffloadHandler, a->context,
		                   (mblock *)root);
		break;
	default:
		break;
	}
}

void NTAPI NdisInitiateOffload(NDIS_HANDLE NdisBindingHandle, PNDIS_PROTOCOL_OFFLOAD_BLOCK_LIST OffloadBlockList)
{
	hand_down(NdisBindingHandle, OffloadBlockList, CHIMNEY_INITIATE);
}
void NTAPI NdisQueryOffloadState(NDIS_HANDLE NdisBindingHandle, PNDIS_PROTOCOL_OFFLOAD_BLOCK_LIST OffloadBlockList)
{
	hand_down(NdisBindingHandle, OffloadBlockList, CHIMNEY_QUERY);
}
void NTAPI NdisUpdateOffload(NDIS_HANDLE NdisBindingHandle, PNDIS_PROTOCOL_OFFLOAD_BLOCK_LIST OffloadBlockList)
{
	hand_down(NdisBindingHandle, OffloadBlockList, CHIMNEY_UPDATE);
}
void NTAPI NdisInvalidateOffload(NDIS_HANDLE NdisBindingHandle, PNDIS_PROTOCOL_OFFLOAD_BLOCK_LIST OffloadBlockList)
{
	hand_down(NdisBindingHandle, OffloadBlockList, CHIMNEY_INVALIDATE);
}
void NTAPI NdisTerminateOffload(NDIS_HANDLE NdisBindingHandle, PNDIS_PROTOCOL_OFFLOAD_BLOCK_LIST OffloadBlockList)
{
	hand_down(NdisBindingHandle, OffloadBlockList, CHIMNEY_TERMINATE);
}

/* ---- completions */
static bool initiate_status(NDIS_STATUS s)
{
	const uint32_t u = (uint32_t)s;
	return s == NDIS_STATUS_SUCCESS || u == 0x40020004 /* partial */ || s == NDIS_STATUS_FAILURE || s == NDIS_STATUS_RESOURCES ||
	       (u >= 0xC0231004 && u <= 0xC0231012) || (u & 0xE0000000) == 0xE0000000 /* a private error, e.g. for the path MTU (Q10) */;
}
static bool taken(NDIS_STATUS s)
{
	return s == NDIS_STATUS_SUCCESS || (uint32_t)s == 0x40020004;
}
/* What a block with dependents must say: contract 6.1.3, one level. */
static void check_partial(struct ndis_adapter *a, const pblock *b)
{
	unsigned all = 0, good = 0;
	for (const pblock *d = b->DependentBlockList; d; d = d->NextBlock) {
		all++;
		good += taken(d->Status);
	}
	if (!all || !b->OffloadHandle || !taken(b->Status))
		return;
	if ((good == all) != (b->Status == NDIS_STATUS_SUCCESS))
		ndis_finding(a, b->Status == NDIS_STATUS_SUCCESS ? "CO-070" : "CO-071",
		             "MiniportInitiateOffload: the %s says %s although %u of %u immediately dependent blocks were taken",
		             chimney_layer_name(layer_of(b)),
		             b->Status == NDIS_STATUS_SUCCESS ? "NDIS_STATUS_SUCCESS" : "NDIS_STATUS_OFFLOAD_PARTIAL_SUCCESS", good, all);
}
static void initiated(pblock *b, struct chimney_object *above, void *ctx)
{
	struct operation *op = ctx;
	struct ndis_adapter *a = op->adapter;
	struct chimney_object *o = b->OffloadHandle ? b->OffloadHandle->NdisReserved[0] : NULL;
	(void)above;
	if (b->Status == UNWRITTEN || (b->OffloadHandle && !initiate_status(b->Status))) {
		ndis_finding(a, "CO-041", "MiniportInitiateOffload: Status of the %s block %p was %s%08X", chimney_layer_name(layer_of(b)),
		             (void *)b, b->Status == UNWRITTEN ? "not written, " : "", (unsigned)b->Status);
		b->Status = NDIS_STATUS_FAILURE;
	}
	if (!b->OffloadHandle) {
		if (b->Status != NDIS_STATUS_SUCCESS) {
			ndis_finding(a, "CO-055", "MiniportInitiateOffload: a placeholder says %08X, not NDIS_STATUS_SUCCESS",
			             (unsigned)b->Status);
			b->Status = NDIS_STATUS_SUCCESS;
		}
		return;
	}
	check_partial(a, b);
	if (!o || o->state != CHIMNEY_OFFLOADING)
		return; /* a linker */
	if (taken(b->Status) && b->OffloadHandle->MiniportOffloadContext) {
		o->state = CHIMNEY_OFFLOADED;
		atomic_fetch_add(&chimney_counts(a)->initiated, 1);
		return;
	}
	if (taken(b->Status)) {
		ndis_finding(a, "CO-062", "MiniportInitiateOffload: the %s %p is taken, but *MiniportOffloadContext is NULL",
		             chimney_layer_name(o->layer), (void *)o->handle);
		b->Status = NDIS_STATUS_FAILURE;
	}
	b->OffloadHandle->MiniportOffloadContext = NULL; /* the host judges by Status; a later offload starts with an empty cell */
	chimney_untake_nbls(b->NetBufferListChain);
	atomic_fetch_add(&chimney_counts(a)->refused, 1);
	chimney_gone(o);
}
static void changed(pblock *b, struct chimney_object *above, void *ctx)
{
	struct operation *op = ctx;
	struct chimney_object *o = b->OffloadHandle ? b->OffloadHandle->NdisReserved[0] : NULL;
	(void)above;
	if (b->Status != NDIS_STATUS_SUCCESS && b->Status != NDIS_STATUS_FAILURE) {
		ndis_finding(op->adapter, b->Status == UNWRITTEN ? "CO-041" : "CO-047",
		             "%s: Status of the %s block %p is %s%08X: only NDIS_STATUS_SUCCESS and NDIS_STATUS_FAILURE are allowed",
		             names[op->op].miniport, chimney_layer_name(layer_of(b)), (void *)b,
		             b->Status == UNWRITTEN ? "not written, " : "", (unsigned)b->Status);
		b->Status = NDIS_STATUS_FAILURE;
	}
	if (!o)
		return;
	if (op->op == CHIMNEY_UPDATE)
		atomic_fetch_sub(&o->updating, 1);
	atomic_fetch_sub(&o->changing, 1);
}
static void terminated(pblock *b, struct chimney_object *above, void *ctx)
{
	static const char *const kinds[CHIMNEY_KINDS] = {"send", "receive", "disconnect", "forward"}, *const rules[CHIMNEY_KINDS] = {
	                                                                                                      "CO-166", "CO-163", "CO-164",
	                                                                                                      "CO-165"};
	struct operation *op = ctx;
	struct ndis_adapter *a = op->adapter;
	struct chimney_object *o = b->OffloadHandle ? b->OffloadHandle->NdisReserved[0] : NULL;
	(void)above;
	if (b->Status != NDIS_STATUS_SUCCESS && b->Status != NDIS_STATUS_FAILURE) {
		ndis_finding(a, b->Status == UNWRITTEN ? "CO-041" : "CO-047",
		             "MiniportTerminateOffload: Status of the %s block %p is %s%08X: only NDIS_STATUS_SUCCESS and "
		             "NDIS_STATUS_FAILURE are allowed",
		             chimney_layer_name(layer_of(b)), (void *)b, b->Status == UNWRITTEN ? "not written, " : "",
		             (unsigned)b->Status);
		b->Status = NDIS_STATUS_FAILURE;
	}
	if (!o)
		return;
	if (o->layer == CHIMNEY_TCP) {
		if (b->NetBufferListChain)
			chimney_give_back(o, b->NetBufferListChain, "NdisMTerminateOffloadComplete");
		if (b->Status == NDIS_STATUS_SUCCESS && b->Header.Type == TcpOffloadDelegatedState) {
			const TCP_OFFLOAD_STATE_DELEGATED *s = (const void *)(b + 1);
			if (s->BufferedData)
				chimney_take_indicated(o, s->BufferedData);
		}
		for (unsigned k = 0; k < CHIMNEY_KINDS; k++)
			if (o->io[k].done != o->io[k].given)
				ndis_finding(a, rules[k],
				             "NdisMTerminateOffloadComplete: %llu %s request(s) of connection %p were neither completed "
				             "nor handed back",
				             (unsigned long long)(o->io[k].given - o->io[k].done), kinds[k], (void *)o->handle);
		if (o->inside)
			ndis_finding(a, "CO-168", "NdisMTerminateOffloadComplete while an indication on connection %p has not returned",
			             (void *)o->handle);
	} else if (o->children) {
		ndis_finding(a, "CO-158", "NdisMTerminateOffloadComplete: the %s %p still has %d dependents", chimney_layer_name(o->layer),
		             (void *)o->handle, o->children);
	}
	atomic_fetch_add(&chimney_counts(a)->terminated, 1);
	chimney_gone(o);
}

/* A tree is taken down from its leaves: objects before what they hang from. */
static void walk_up(pblock *b, visit *fn, void *ctx, unsigned depth)
{
	for (; b; b = b->NextBlock) {
		if (b->DependentBlockList && depth < CHIMNEY_DEPTH)
			walk_up(b->DependentBlockList, fn, ctx, depth + 1);
		fn(b, NULL, ctx);
	}
}

static void take_up(NDIS_HANDLE handle, mblock *root, enum chimney_op op)
{
	struct ndis_adapter *a = ndis_adapter_of_handle(handle, names[op].complete);
	struct operation *o = a ? end(a, op, root) : NULL;
	if (!a)
		return;
	if (!o) {
		ndis_finding(a, "CO-051",
		             "%s: no such operation is under way (tree %p): completed twice, or not with the root that was handed down",
		             names[op].complete, (void *)root);
		return;
	}
	if (op == CHIMNEY_INITIATE || op == CHIMNEY_TERMINATE)
		walk_up((pblock *)root, op == CHIMNEY_INITIATE ? initiated : terminated, o, 0);
	else
		walk((pblock *)root, NULL, changed, o, 0);
	give_to_protocol(o->binding, op, (pblock *)root);
	drop(o);
}

VOID NTAPI NdisMInitiateOffloadComplete(NDIS_HANDLE NdisMiniportHandle, PNDIS_MINIPORT_OFFLOAD_BLOCK_LIST OffloadBlockList)
{
	take_up(NdisMiniportHandle, OffloadBlockList, CHIMNEY_INITIATE);
}
VOID NTAPI NdisMQueryOffloadStateComplete(NDIS_HANDLE NdisMiniportHandle, PNDIS_MINIPORT_OFFLOAD_BLOCK_LIST OffloadBlockList)
{
	take_up(NdisMiniportHandle, OffloadBlockList, CHIMNEY_QUERY);
}
VOID NTAPI NdisMUpdateOffloadComplete(NDIS_HANDLE NdisMiniportHandle, PNDIS_MINIPORT_OFFLOAD_BLOCK_LIST OffloadBlockList)
{
	take_up(NdisMiniportHandle, OffloadBlockList, CHIMNEY_UPDATE);
}
VOID NTAPI NdisMInvalidateOffloadComplete(NDIS_HANDLE NdisMiniportHandle, PNDIS_MINIPORT_OFFLOAD_BLOCK_LIST OffloadBlockList)
{
	take_up(NdisMiniportHandle, OffloadBlockList, CHIMNEY_INVALIDATE);
}
VOID NTAPI NdisMTerminateOffloadComplete(NDIS_HANDLE NdisMiniportHandle, PNDIS_MINIPORT_OFFLOAD_BLOCK_LIST OffloadBlockList)
{
	take_up(NdisMiniportHandle, OffloadBlockList, CHIMNEY_TERMINATE);
}

/* Neighbor reachability (8.3): the one indication by block list. The block is the miniport's and is answered in place before the call
 * returns. */
VOID NTAPI NdisMOffloadEventIndicate(NDIS_HANDLE NdisMiniportHandle, PNDIS_MINIPORT_OFFLOAD_BLOCK_LIST OffloadBlockList,
                                     ULONG IndicationCode)
{
	struct ndis_adapter *a = ndis_adapter_of_handle(NdisMiniportHandle, "NdisMOffloadEventIndicate");
	if (!a || !OffloadBlockList)
		return;
	if (IndicationCode != NeighborReachabilityQuery) {
		ndis_finding(a, "chimney", "NdisMOffloadEventIndicate: code %u is not NeighborReachabilityQuery", IndicationCode);
		return;
	}
	struct chimney_object *o = chimney_find(OffloadBlockList->NdisOffloadHandle);
	if (!o || o->adapter != a || o->layer != CHIMNEY_NEIGHBOR) {
		ndis_finding(a, "CO-291", "NdisMOffloadEventIndicate: %p is no offloaded neighbor", OffloadBlockList->NdisOffloadHandle);
	} else {
		atomic_fetch_add(&o->inside, 1);
		NDIS_CALLBACK_VOID(a->trace_nic, "ProtocolIndicateOffloadEvent", ndis_limits.dispatch,
		                   o->binding->protocol->client_generic.IndicateOffloadEventHandler, o->binding->context,
		                   (pblock *)OffloadBlockList, IndicationCode);
		atomic_fetch_sub(&o->inside, 1);
	}
	chimney_release(o);
}
