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

/* ---- operations under way
 * One entry per block, in the order of the walk: the object it names and the block as it was handed down. What a miniport may not change
 * is put back from there, so that a driver that writes where it must not is named and harms nobody. */
struct entry {
	pblock *b;
	struct chimney_object *o, *above; /* o: referenced; NULL: a placeholder */
	pblock was;
	uint32_t nbl, nbls; /* its NetBufferListChain in operation.nbl */
	uint32_t was_state; /* of the object */
	bool fresh, begun;  /* begun: this operation has changed the object's state */
};
struct operation {
	struct list link;
	void *root;
	enum chimney_op op;
	struct ndis_adapter *adapter;
	struct ndis_binding *binding;
	_Atomic int32_t waits; /* one of its own, one per connection with an indication that has not returned */
	uint32_t entries, nbls;
	NET_BUFFER_LIST **nbl;
	struct entry e[];
};
static struct list running = {&running, &running};
static KSPIN_LOCK lock;

static enum chimney_layer layer_of(const pblock *b)
{
	return b->Header.Type >= TcpOffloadConstState   ? CHIMNEY_TCP
	       : b->Header.Type >= Ip4OffloadConstState ? CHIMNEY_PATH
	                                                : CHIMNEY_NEIGHBOR;
}
/* Depth first, then breadth: the order of contract 6.1.2. */
static void count(const pblock *b, bool initiate, uint32_t *blocks, uint32_t *nbls, unsigned depth)
{
	for (; b && *blocks < CHIMNEY_BLOCKS; b = b->NextBlock) {
		++*blocks;
		for (const NET_BUFFER_LIST *n = initiate ? b->NetBufferListChain : NULL; n; n = n->Next)
			++*nbls;
		if (depth < CHIMNEY_DEPTH)
			count(b->DependentBlockList, initiate, blocks, nbls, depth + 1);
	}
}
static void gather(struct operation *op, pblock *b, struct entry *above, uint32_t room, unsigned depth)
{
	for (; b && op->entries < room; b = b->NextBlock) {
		struct entry *e = &op->e[op->entries++];
		b->SourceHandle = op->binding;
		b->Status = UNWRITTEN;
		if (op->op == CHIMNEY_TERMINATE)
			b->NetBufferListChain = NULL;
		*e = (struct entry){.b = b, .was = *b, .nbl = op->nbls};
		if (above)
			e->above = above->o ? above->o : above->above;
		for (NET_BUFFER_LIST *n = op->op == CHIMNEY_INITIATE ? b->NetBufferListChain : NULL; n; n = n->Next, e->nbls++)
			op->nbl[op->nbls++] = n;
		if (b->OffloadHandle) {
			e->o = chimney_find(b->OffloadHandle);
			if (op->op == CHIMNEY_INITIATE && !e->o && !b->OffloadHandle->MiniportOffloadContext) {
				e->o = chimney_new(b->OffloadHandle, op->binding, layer_of(b), e->above);
				e->fresh = e->o != NULL;
			}
		}
		if (depth < CHIMNEY_DEPTH)
			gather(op, b->DependentBlockList, e, room, depth + 1);
	}
}
static struct operation *begin(struct ndis_binding *b, enum chimney_op op, pblock *root)
{
	uint32_t blocks = 0, nbls = 0;
	KIRQL old;
	count(root, op == CHIMNEY_INITIATE, &blocks, &nbls, 0);
	struct operation *o = nt_pool_alloc(sizeof(*o) + blocks * sizeof(struct entry) + nbls * sizeof(void *), IO_TAG('N', 'D', 'c', 'o'));
	if (!o)
		return NULL;
	*o = (struct operation){.root = root, .op = op, .adapter = b->adapter, .binding = b, .waits = 1, .nbl = (void *)&o->e[blocks]};
	gather(o, root, NULL, blocks, 0);
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
	for (uint32_t i = 0; i < o->entries; i++)
		chimney_release(o->e[i].o);
	ndis_binding_release(o->binding);
	nt_pool_free(o);
}

/* Host's mistakes are said as findings too (tcpip is ours, but a vendor's protocol driver is not) and make the operation fail before the
 * miniport sees it. False: it may not go down. */
static bool prepare(struct operation *op, struct entry *e)
{
	struct chimney_object *o = e->o;
	struct ndis_adapter *a = op->adapter;
	if (!e->b->OffloadHandle)
		return true;
	if (e->fresh) {
		e->begun = true;
		if (e->nbls)
			chimney_take_nbls(o, e->b->NetBufferListChain, CHIMNEY_SEND);
		return true;
	}
	if (!o || o->binding != op->binding) {
		ndis_finding(a, "chimney", "%s: %p is no offloaded object of this binding", names[op->op].down,
		             (void *)e->b->OffloadHandle);
		return false;
	}
	const uint32_t state = e->was_state = o->state;
	if (state == CHIMNEY_OFFLOADING || state == CHIMNEY_TERMINATING ||
	    (op->op == CHIMNEY_UPDATE && (state == CHIMNEY_INVALID || o->updating))) {
		ndis_finding(a,
		             state == CHIMNEY_OFFLOADING    ? op->op == CHIMNEY_INITIATE ? "CO-089"
		                                              : op->op == CHIMNEY_UPDATE ? "CO-130"
		                                                                         : "CO-091"
		             : state == CHIMNEY_TERMINATING ? "chimney"
		             : state == CHIMNEY_INVALID     ? "CO-131"
		                                            : "CO-129",
		             "%s: the %s %p is being %s", names[op->op].down, chimney_layer_name(o->layer), (void *)o->handle,
		             state == CHIMNEY_OFFLOADING    ? "offloaded"
		             : state == CHIMNEY_TERMINATING ? "terminated"
		             : state == CHIMNEY_INVALID     ? "given up: it was invalidated"
		                                            : "updated already");
		return false;
	}
	if (op->op == CHIMNEY_INITIATE && !e->b->DependentBlockList) {
		ndis_finding(a, "CO-057", "%s: the linker for the %s %p has no dependent", names[op->op].down, chimney_layer_name(o->layer),
		             (void *)o->handle);
		return false;
	}
	if (op->op == CHIMNEY_TERMINATE) {
		if (o->changing) {
			ndis_finding(a, "CO-155", "%s: a query, update or invalidate of the %s %p has not completed", names[op->op].down,
			             chimney_layer_name(o->layer), (void *)o->handle);
			return false;
		}
		o->state = CHIMNEY_TERMINATING;
		e->begun = true;
	} else if (op->op != CHIMNEY_INITIATE) {
		atomic_fetch_add(&o->changing, 1);
		if (op->op == CHIMNEY_UPDATE)
			atomic_fetch_add(&o->updating, 1);
		if (op->op == CHIMNEY_INVALIDATE)
			o->state = CHIMNEY_INVALID;
		e->begun = true;
	}
	return true;
}
/* It does not go down: what prepare() did is undone. `gone`: there is no miniport any more that could hold anything. */
static void refuse(struct operation *op, struct entry *e, bool gone)
{
	struct chimney_object *o = e->o;
	e->b->Status = e->b->OffloadHandle ? NDIS_STATUS_FAILURE : NDIS_STATUS_SUCCESS;
	if (e->fresh) {
		if (e->begun)
			chimney_untake_nbls(op->nbl + e->nbl, e->nbls);
		chimney_gone(o, NULL);
		return;
	}
	if (!o || !e->begun)
		return;
	if (op->op == CHIMNEY_TERMINATE) {
		if (gone) {
			chimney_take_back(o);
			chimney_gone(o, NULL);
		} else {
			o->state = e->was_state;
		}
		return;
	}
	if (op->op == CHIMNEY_INVALIDATE)
		o->state = e->was_state;
	if (op->op == CHIMNEY_UPDATE)
		atomic_fetch_sub(&o->updating, 1);
	atomic_fetch_sub(&o->changing, 1);
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

	atomic_fetch_add(&chimney_counts(a)->ops[op], 1);
	if (!b->protocol->has_client_generic || !b->protocol->has_client_tcp || !a->driver->has_chimney_generic ||
	    !a->driver->has_chimney_tcp) {
		ndis_finding(a, "chimney", "%s: %s has not registered its chimney handlers", names[op].down,
		             a->driver->has_chimney_generic && a->driver->has_chimney_tcp ? b->protocol->name : a->driver->name);
		return; /* there is nobody to answer to, or nobody to answer */
	}
	struct operation *o = begin(b, op, root);
	if (!o)
		return;
	const enum ndis_adapter_state state = a->state;
	const bool there = state == NDIS_RUNNING || state == NDIS_PAUSING || state == NDIS_PAUSED || state == NDIS_RESTARTING;
	bool good = op == CHIMNEY_INITIATE ? state == NDIS_RUNNING : there;
	if (!good && op == CHIMNEY_INITIATE)
		ndis_note(a, names[op].down, "not handed down: the adapter is %s", ndis_adapter_state_name(state));
	for (uint32_t i = 0; i < o->entries; i++)
		good &= prepare(o, &o->e[i]);
	if (!good) {
		for (uint32_t i = o->entries; i-- > 0;)
			refuse(o, &o->e[i], !there);
		end(a, op, root);
		give_to_protocol(b, op, root);
		drop(o);
		return;
	}
	for (uint32_t i = 0; i < o->entries; i++) {
		NDIS_OFFLOAD_HANDLE *h = o->e[i].was.OffloadHandle;
		((mblock *)o->e[i].b)->MiniportOffloadContext = h ? &h->MiniportOffloadContext : NULL;
	}
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
/* What a block with dependents must say: contract 6.1.3, one level; 5.4 for a linker. */
static void check_partial(struct ndis_adapter *a, const struct entry *e)
{
	const pblock *b = e->b;
	const char *layer = chimney_layer_name(layer_of(b));
	unsigned all = 0, good = 0;
	for (const pblock *d = b->DependentBlockList; d; d = d->NextBlock) {
		all++;
		good += taken(d->Status);
	}
	if (!e->fresh) {
		if (taken(b->Status) != (good > 0) || (good && (good == all) != (b->Status == NDIS_STATUS_SUCCESS)))
			ndis_finding(a, "CO-056", "MiniportInitiateOffload: the linker for a %s says %08X although %u of %u were taken",
			             layer, (unsigned)b->Status, good, all);
	} else if (!taken(b->Status)) {
		if (good)
			ndis_finding(a, "CO-082", "MiniportInitiateOffload: the %s failed with %08X, but %u of its dependents were taken",
			             layer, (unsigned)b->Status, good);
	} else if ((good == all) != (b->Status == NDIS_STATUS_SUCCESS)) {
		ndis_finding(a, b->Status == NDIS_STATUS_SUCCESS ? "CO-070" : "CO-071",
		             "MiniportInitiateOffload: the %s says %s although %u of %u immediately dependent blocks were taken", layer,
		             b->Status == NDIS_STATUS_SUCCESS ? "NDIS_STATUS_SUCCESS" : "NDIS_STATUS_OFFLOAD_PARTIAL_SUCCESS", good, all);
	}
}
static void initiated(struct operation *op, struct entry *e)
{
	struct ndis_adapter *a = op->adapter;
	struct chimney_object *o = e->o;
	pblock *b = e->b;
	if (b->Status == UNWRITTEN || (o && !initiate_status(b->Status))) {
		ndis_finding(a, "CO-041", "MiniportInitiateOffload: Status of the %s block %p was %s%08X", chimney_layer_name(layer_of(b)),
		             (void *)b, b->Status == UNWRITTEN ? "not written, " : "", (unsigned)b->Status);
		b->Status = NDIS_STATUS_FAILURE;
	}
	if (!o) {
		if (b->Status != NDIS_STATUS_SUCCESS) {
			ndis_finding(a, "CO-055", "MiniportInitiateOffload: a placeholder says %08X, not NDIS_STATUS_SUCCESS",
			             (unsigned)b->Status);
			b->Status = NDIS_STATUS_SUCCESS;
		}
		return;
	}
	if (e->fresh && taken(b->Status) && !b->OffloadHandle->MiniportOffloadContext) {
		ndis_finding(a, "CO-062", "MiniportInitiateOffload: the %s %p is taken, but *MiniportOffloadContext is NULL",
		             chimney_layer_name(o->layer), (void *)o->handle);
		b->Status = NDIS_STATUS_FAILURE;
	}
	check_partial(a, e); /* dependents have been judged: they come later in the walk, and this goes backwards */
	if (!e->fresh)
		return;
	if (taken(b->Status)) {
		o->state = CHIMNEY_OFFLOADED;
		atomic_fetch_add(&chimney_counts(a)->initiated, 1);
		return;
	}
	b->OffloadHandle->MiniportOffloadContext = NULL; /* the host judges by Status; a later offload starts with an empty cell */
	chimney_untake_nbls(op->nbl + e->nbl, e->nbls);
	if (chimney_early(o))
		ndis_finding(a, "CO-080", "MiniportInitiateOffload: sends of connection %p were completed although its offload failed",
		             (void *)o->handle);
	atomic_fetch_add(&chimney_counts(a)->refused, 1);
	chimney_gone(o, NULL);
}
static void changed(struct operation *op, struct entry *e)
{
	struct chimney_object *o = e->o;
	pblock *b = e->b;
	if (b->Status != NDIS_STATUS_SUCCESS && b->Status != NDIS_STATUS_FAILURE) {
		ndis_finding(op->adapter, b->Status == UNWRITTEN ? "CO-041" : "CO-047",
		             "%s: Status of the %s block %p is %s%08X: only NDIS_STATUS_SUCCESS and NDIS_STATUS_FAILURE are allowed",
		             names[op->op].miniport, chimney_layer_name(layer_of(b)), (void *)b,
		             b->Status == UNWRITTEN ? "not written, " : "", (unsigned)b->Status);
		b->Status = NDIS_STATUS_FAILURE;
	}
	if (!o)
		return;
	if (op->op == CHIMNEY_UPDATE) {
		if (b->Status == NDIS_STATUS_SUCCESS && o->layer == CHIMNEY_PATH && e->above && e->above->layer == CHIMNEY_NEIGHBOR)
			chimney_relink(o, e->above);
		atomic_fetch_sub(&o->updating, 1);
	}
	atomic_fetch_sub(&o->changing, 1);
}
static void terminated(struct operation *op, struct entry *e)
{
	struct ndis_adapter *a = op->adapter;
	struct chimney_object *o = e->o;
	pblock *b = e->b;
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
	chimney_settle(o);
	if (o->layer == CHIMNEY_TCP) {
		chimney_give_back(o, &b->NetBufferListChain, "NdisMTerminateOffloadComplete");
		if (b->Status == NDIS_STATUS_SUCCESS && b->Header.Type == TcpOffloadDelegatedState) {
			TCP_OFFLOAD_STATE_DELEGATED *s = (void *)(b + 1);
			chimney_take_indicated(o, &s->BufferedData);
		}
		chimney_take_back(o);
	} else {
		b->NetBufferListChain = NULL;
		if (o->children)
			ndis_finding(a, "CO-158", "NdisMTerminateOffloadComplete: the %s %p still has %d dependents",
			             chimney_layer_name(o->layer), (void *)o->handle, o->children);
	}
	atomic_fetch_add(&chimney_counts(a)->terminated, 1);
	if (chimney_gone(o, op))
		ndis_finding(a, "CO-168", "NdisMTerminateOffloadComplete while an indication on connection %p has not returned",
		             (void *)o->handle);
}
/* What the miniport must leave alone. */
static void restore(struct operation *op, struct entry *e)
{
	pblock *b = e->b;
	const pblock *was = &e->was;
	if (memcmp(b->ProtocolReserved, was->ProtocolReserved, sizeof b->ProtocolReserved) ||
	    memcmp(b->ImReserved, was->ImReserved, sizeof b->ImReserved))
		ndis_finding(op->adapter, "CO-044", "%s: ProtocolReserved or ImReserved of block %p was changed", names[op->op].miniport,
		             (void *)b);
	if (b->SourceHandle != was->SourceHandle)
		ndis_finding(op->adapter, "CO-045", "%s: SourceHandle of block %p was changed", names[op->op].miniport, (void *)b);
	if (memcmp(&b->Header, &was->Header, sizeof b->Header) || b->NextBlock != was->NextBlock ||
	    b->DependentBlockList != was->DependentBlockList || b->OffloadHandle != was->OffloadHandle)
		ndis_finding(op->adapter, "chimney", "%s: Header, links or NdisOffloadHandle of block %p were changed",
		             names[op->op].miniport, (void *)b);
	const NDIS_STATUS status = b->Status;
	NET_BUFFER_LIST *chain = b->NetBufferListChain;
	*b = *was;
	b->Status = status;
	if (op->op == CHIMNEY_TERMINATE)
		b->NetBufferListChain = chain;
}

void chimney_finish(struct operation *op)
{
	if (atomic_fetch_sub(&op->waits, 1) != 1)
		return;
	give_to_protocol(op->binding, op->op, op->root);
	for (uint32_t i = 0; op->op == CHIMNEY_INITIATE && i < op->entries; i++)
		if (op->e[i].fresh)
			chimney_settle(op->e[i].o);
	drop(op);
}
void chimney_wait(struct operation *op)
{
	atomic_fetch_add(&op->waits, 1);
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
	for (uint32_t i = 0; i < o->entries; i++)
		restore(o, &o->e[i]);
	for (uint32_t i = o->entries; i-- > 0;) { /* from the leaves: objects before what they hang from */
		struct entry *e = &o->e[i];
		if (op == CHIMNEY_INITIATE)
			initiated(o, e);
		else if (op == CHIMNEY_TERMINATE)
			terminated(o, e);
		else
			changed(o, e);
	}
	chimney_finish(o);
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
	struct chimney_object *o = chimney_enter(OffloadBlockList->NdisOffloadHandle);
	if (!o) {
		ndis_finding(a, "CO-066", "NdisMOffloadEventIndicate: %p is no offloaded neighbor", OffloadBlockList->NdisOffloadHandle);
		return;
	}
	if (o->adapter != a || o->layer != CHIMNEY_NEIGHBOR)
		ndis_finding(a, "CO-066", "NdisMOffloadEventIndicate: %p is no offloaded neighbor of this adapter",
		             OffloadBlockList->NdisOffloadHandle);
	else
		NDIS_CALLBACK_VOID(a->trace_nic, "ProtocolIndicateOffloadEvent", ndis_limits.dispatch,
		                   o->binding->protocol->client_generic.IndicateOffloadEventHandler, o->binding->context,
		                   (pblock *)OffloadBlockList, IndicationCode);
	chimney_leave(o);
}
