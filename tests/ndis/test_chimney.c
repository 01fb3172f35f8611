/*
 * NDIS between a protocol of the test's and chimney_target.sys: trees and data both ways, and what the target does wrong: each has its
 * finding and harms nobody. Rules: contract/connection-offload-rules.tsv.
 */
#include "chimney_harness.h"

typedef NDIS_PROTOCOL_OFFLOAD_BLOCK_LIST block;
enum { INITIATE, QUERY, UPDATE, INVALIDATE, TERMINATE, OPS };

static NDIS_HANDLE protocol, binding, pool;
static bool no_client_sets;
static uint8_t bind_config[64];
static unsigned bind_config_size;
/* seen */
static struct {
	unsigned ops[OPS], kind[4], events, indications, reach;
	block *root[OPS];
	NET_BUFFER_LIST *last, *order[256];
	unsigned orders;
	NDIS_STATUS status;
	void *context;
	uint32_t event, information;
	NDIS_STATUS answer;
	ULONG consume; /* ~0: all */
	NET_BUFFER_LIST *kept;
	bool in_event;
} S;
static void (*on_event)(void);

static NDIS_STATUS NTAPI bind(NDIS_HANDLE context, NDIS_HANDLE bind_context, PNDIS_BIND_PARAMETERS p)
{
	static NDIS_MEDIUM media[] = {NdisMedium802_3};
	UINT selected;
	NDIS_OPEN_PARAMETERS open = {
	        .Header = {NDIS_OBJECT_TYPE_OPEN_PARAMETERS, NDIS_OPEN_PARAMETERS_REVISION_1, NDIS_SIZEOF_OPEN_PARAMETERS_REVISION_1},
	        .AdapterName = p->AdapterName,
	        .MediumArray = media,
	        .MediumArraySize = 1,
	        .SelectedMediumIndex = &selected};
	bind_config_size = p->TcpConnectionOffloadCapabilities ? p->TcpConnectionOffloadCapabilities->Header.Size : 0;
	if (bind_config_size)
		memcpy(bind_config, p->TcpConnectionOffloadCapabilities, bind_config_size);
	return NdisOpenAdapterEx(protocol, &S, &open, bind_context, &binding);
}
static NDIS_STATUS NTAPI unbind(NDIS_HANDLE unbind_context, NDIS_HANDLE context)
{
	NDIS_HANDLE b = binding;
	NdisCloseAdapterEx(b);
	NdisFreeNetBufferListPool(pool);
	binding = pool = NULL;
	return NDIS_STATUS_SUCCESS;
}
static void NTAPI open_complete(NDIS_HANDLE context, NDIS_STATUS status)
{
}
static void NTAPI close_complete(NDIS_HANDLE context)
{
}
static NDIS_STATUS NTAPI pnp(NDIS_HANDLE context, PNET_PNP_EVENT_NOTIFICATION e)
{
	return NDIS_STATUS_SUCCESS;
}
static void NTAPI oid_complete(NDIS_HANDLE context, PNDIS_OID_REQUEST r, NDIS_STATUS status)
{
}
static void NTAPI status_ex(NDIS_HANDLE context, PNDIS_STATUS_INDICATION s)
{
}
static void NTAPI receive(NDIS_HANDLE context, PNET_BUFFER_LIST list, NDIS_PORT_NUMBER port, ULONG n, ULONG flags)
{
}
static void NTAPI send_complete(NDIS_HANDLE context, PNET_BUFFER_LIST list, ULONG flags)
{
}
#define DONE(name, op)                                                                                                                     \
	static void NTAPI name(NDIS_HANDLE context, block *b)                                                                              \
	{                                                                                                                                  \
		assert_ptr_equal(context, &S);                                                                                             \
		S.ops[op]++;                                                                                                               \
		S.root[op] = b;                                                                                                            \
	}
DONE(initiated, INITIATE)
DONE(queried, QUERY)
DONE(updated, UPDATE)
DONE(invalidated, INVALIDATE)
static void NTAPI terminated(NDIS_HANDLE context, block *b)
{
	assert_false(S.in_event); /* CO-168: never while an indication on the connection has not returned */
	S.ops[TERMINATE]++;
	S.root[TERMINATE] = b;
}
static void NTAPI reach(NDIS_HANDLE context, block *b, ULONG code)
{
	NEIGHBOR_OFFLOAD_STATE_CACHED *a = (void *)((uint8_t *)(b + 1) + ALIGN_UP_TO(sizeof(NEIGHBOR_OFFLOAD_STATE_CONST), 8));
	S.reach++;
	S.context = b->OffloadHandle;
	a->HostReachabilityDelta = 77;
}
static void io(unsigned kind, NET_BUFFER_LIST *list)
{
	for (NET_BUFFER_LIST *next; list; list = next) {
		next = list->Next;
		S.kind[kind]++;
		S.last = list;
		S.status = list->Status;
		S.order[S.orders++ % 256] = list;
		MDL *m = NET_BUFFER_FIRST_MDL(list->FirstNetBuffer);
		NdisFreeNetBufferList(list);
		NdisFreeMdl(m);
	}
}
static void NTAPI tcp_sent(NDIS_HANDLE c, PNET_BUFFER_LIST l)
{
	io(0, l);
}
static void NTAPI tcp_received(NDIS_HANDLE c, PNET_BUFFER_LIST l)
{
	io(1, l);
}
static void NTAPI tcp_disconnected(NDIS_HANDLE c, PNET_BUFFER_LIST l)
{
	io(2, l);
}
static void NTAPI tcp_forwarded(NDIS_HANDLE c, PNET_BUFFER_LIST l)
{
	io(3, l);
}
static void NTAPI tcp_event(PVOID context, ULONG type, ULONG information)
{
	S.events++;
	S.context = context;
	S.event = type;
	S.information = information;
	S.in_event = true;
	if (on_event)
		on_event();
	S.in_event = false;
}
static NDIS_STATUS NTAPI tcp_indicated(PVOID context, PNET_BUFFER_LIST nbl, NDIS_STATUS status, PULONG consumed)
{
	S.indications++;
	S.context = context;
	*consumed = S.consume == ~0u ? NET_BUFFER_DATA_LENGTH(nbl->FirstNetBuffer) : S.consume;
	if (S.answer == NDIS_STATUS_SUCCESS) {
		nbl->Next = S.kept;
		S.kept = nbl;
	}
	return S.answer;
}
static NDIS_STATUS NTAPI options(NDIS_HANDLE handle, NDIS_HANDLE context)
{
	NDIS_CLIENT_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS g = {
	        .Header = {NDIS_OBJECT_TYPE_CLIENT_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS, 1, sizeof g},
	        .InitiateOffloadCompleteHandler = initiated,
	        .TerminateOffloadCompleteHandler = terminated,
	        .UpdateOffloadCompleteHandler = updated,
	        .InvalidateOffloadCompleteHandler = invalidated,
	        .QueryOffloadCompleteHandler = queried,
	        .IndicateOffloadEventHandler = reach};
	NDIS_CLIENT_CHIMNEY_OFFLOAD_TCP_CHARACTERISTICS t = {
	        .Header = {NDIS_OBJECT_TYPE_CLIENT_CHIMNEY_OFFLOAD_CHARACTERISTICS, 1, sizeof t},
	        .OffloadType = NdisTcpChimneyOffload,
	        .TcpOffloadSendCompleteHandler = tcp_sent,
	        .TcpOffloadReceiveCompleteHandler = tcp_received,
	        .TcpOffloadDisconnectCompleteHandler = tcp_disconnected,
	        .TcpOffloadForwardCompleteHandler = tcp_forwarded,
	        .TcpOffloadEventHandler = tcp_event,
	        .TcpOffloadReceiveIndicateHandler = tcp_indicated};
	if (no_client_sets)
		return NDIS_STATUS_SUCCESS;
	assert_int_equal(NdisSetOptionalHandlers(handle, (void *)&g), NDIS_STATUS_SUCCESS);
	return NdisSetOptionalHandlers(handle, (void *)&t);
}
static void register_protocol(void)
{
	static WCHAR name[] = {'T', 'E', 'S', 'T'};
	NDIS_PROTOCOL_DRIVER_CHARACTERISTICS c = {.Header = {NDIS_OBJECT_TYPE_PROTOCOL_DRIVER_CHARACTERISTICS,
	                                                     NDIS_PROTOCOL_DRIVER_CHARACTERISTICS_REVISION_2,
	                                                     NDIS_SIZEOF_PROTOCOL_DRIVER_CHARACTERISTICS_REVISION_2},
	                                          .MajorNdisVersion = 6,
	                                          .MinorNdisVersion = 30,
	                                          .Name = {.Buffer = name, .Length = 8, .MaximumLength = 8},
	                                          .SetOptionsHandler = options,
	                                          .BindAdapterHandlerEx = bind,
	                                          .UnbindAdapterHandlerEx = unbind,
	                                          .OpenAdapterCompleteHandlerEx = open_complete,
	                                          .CloseAdapterCompleteHandlerEx = close_complete,
	                                          .NetPnPEventHandler = pnp,
	                                          .OidRequestCompleteHandler = oid_complete,
	                                          .StatusHandlerEx = status_ex,
	                                          .ReceiveNetBufferListsHandler = receive,
	                                          .SendNetBufferListsCompleteHandler = send_complete};
	assert_int_equal(NdisRegisterProtocolDriver(NULL, &c, &protocol), NDIS_STATUS_SUCCESS);
}
static uint8_t *ram; /* data to send: pattern from sequence number 0 on */
#define RAM 65536u
static void up_with(struct nt_config config)
{
	NET_BUFFER_LIST_POOL_PARAMETERS p = {.Header = {NDIS_OBJECT_TYPE_DEFAULT, NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1,
	                                                NDIS_SIZEOF_NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1},
	                                     .fAllocateNetBuffer = TRUE,
	                                     .PoolTag = 1};
	memset(&S, 0, sizeof S);
	S.consume = ~0u;
	on_event = NULL;
	machine_up(config, NULL);
	register_protocol();
	target_load();
	mini_start();
	pool = NdisAllocateNetBufferListPool(binding, &p);
	assert_non_null(pool);
	ram = nt_pages_alloc(RAM);
	for (unsigned i = 0; i < RAM; i++)
		ram[i] = TARGET_BYTE(i);
}
static int up(void **state)
{
	(void)state;
	up_with(nt_test_config());
	return 0;
}
static int down(void **state)
{
	(void)state;
	nt_pages_free(ram, RAM);
	mini_stop(false);
	mini_unload();
	NdisDeregisterProtocolDriver(protocol);
	machine_down(false);
	return 0;
}

/* ---- trees */
static uint8_t arena[1 << 16];
static size_t arena_used;
static void *piece(size_t bytes)
{
	void *p = arena + arena_used;
	arena_used += ALIGN_UP_TO(bytes, 8ul);
	assert_true(arena_used <= sizeof arena);
	memset(p, 0, bytes);
	return p;
}
static void *state_of(size_t bytes)
{
	OFFLOAD_STATE_HEADER *h = piece(bytes);
	h->Length = (ULONG)bytes;
	return h;
}
static block *node(unsigned type, NDIS_OFFLOAD_HANDLE *h, block *dependent, block *next)
{
	block *b = piece(sizeof *b);
	b->Header = (NDIS_OBJECT_HEADER){(UCHAR)type, 1, sizeof *b};
	b->OffloadHandle = h;
	b->DependentBlockList = dependent;
	b->NextBlock = next;
	b->ProtocolReserved[0] = b;
	return b;
}
static block *neighbor(NDIS_OFFLOAD_HANDLE *h, block *dependent, block *next)
{
	block *b = node(NeighborOffloadState, h, dependent, next);
	state_of(sizeof(NEIGHBOR_OFFLOAD_STATE_CONST));
	state_of(sizeof(NEIGHBOR_OFFLOAD_STATE_CACHED));
	state_of(sizeof(NEIGHBOR_OFFLOAD_STATE_DELEGATED));
	return b;
}
static block *path(NDIS_OFFLOAD_HANDLE *h, block *dependent, block *next)
{
	static const uint8_t address[4] = {10, 0, 0, 1};
	block *b = node(Ip4OffloadState, h, dependent, next);
	PATH_OFFLOAD_STATE_CONST *c = state_of(sizeof *c);
	c->SourceAddress = c->DestinationAddress = address;
	state_of(sizeof(PATH_OFFLOAD_STATE_CACHED));
	state_of(sizeof(PATH_OFFLOAD_STATE_DELEGATED));
	return b;
}
static block *tcp(NDIS_OFFLOAD_HANDLE *h, block *next)
{
	block *b = node(TcpOffloadState, h, NULL, next);
	state_of(sizeof(TCP_OFFLOAD_STATE_CONST));
	state_of(sizeof(TCP_OFFLOAD_STATE_CACHED));
	TCP_OFFLOAD_STATE_DELEGATED *d = state_of(sizeof *d);
	d->State = TcpConnectionEstablished;
	return b;
}
static TCP_OFFLOAD_STATE_DELEGATED *delegated(block *b)
{
	uint8_t *p = (void *)(b + 1);
	return (void *)(p + ALIGN_UP_TO(sizeof(TCP_OFFLOAD_STATE_CONST), 8ul) + ALIGN_UP_TO(sizeof(TCP_OFFLOAD_STATE_CACHED), 8ul));
}
static block *up_block(NDIS_OFFLOAD_HANDLE *h, block *next)
{
	block *b = node(TcpOffloadDelegatedState, h, NULL, next);
	state_of(sizeof(TCP_OFFLOAD_STATE_DELEGATED));
	return b;
}
static NDIS_OFFLOAD_HANDLE N[4], P[4], C[16];
static void fresh(void)
{
	memset(N, 0, sizeof N);
	memset(P, 0, sizeof P);
	memset(C, 0, sizeof C);
	arena_used = 0;
}
static NET_BUFFER_LIST *nbl_of(uint32_t at, uint32_t bytes)
{
	MDL *m = NdisAllocateMdl(binding, ram + at, bytes ? bytes : 1);
	NET_BUFFER_LIST *n = NdisAllocateNetBufferAndNetBufferList(pool, 0, 0, m, 0, bytes);
	n->Next = NULL;
	return n;
}
/* One connection, C[0], below P[0] below N[0]. */
static struct target_object *one(void)
{
	fresh();
	block *b = neighbor(&N[0], path(&P[0], tcp(&C[0], NULL), NULL), NULL);
	NdisInitiateOffload(binding, b);
	assert_ptr_equal(S.root[INITIATE], b);
	assert_int_equal(b->Status, NDIS_STATUS_SUCCESS);
	return C[0].MiniportOffloadContext;
}
static block *terminate(NDIS_OFFLOAD_HANDLE *c)
{
	block *b = up_block(c, NULL);
	NdisTerminateOffload(binding, b);
	return b;
}
static void rest(void) /* path and neighbor */
{
	block *b = node(NeighborOffloadState, &N[0], node(Ip4OffloadState, &P[0], NULL, NULL), NULL);
	NdisTerminateOffload(binding, b);
}
#define ALL_UP()                                                                                                                           \
	do {                                                                                                                               \
		assert_int_equal(T->live[0] + T->live[1] + T->live[2], 0);                                                                 \
		json_t *j_ = ndis_chimney_describe(mini.adapter);                                                                          \
		assert_int_equal(json_integer_value(json_object_get(j_, "connections")), 0);                                               \
		assert_int_equal(json_integer_value(json_object_get(j_, "neighbors")), 0);                                                 \
		json_decref(j_);                                                                                                           \
	} while (0)

/* ---- registration and capabilities: CO-010, CO-011, CO-022, CO-025, CO-028 */
static void handlers_CO_010_CO_011(void **state)
{
	(void)state;
	assert_int_equal(T->handlers_status, NDIS_STATUS_SUCCESS);
	assert_int_equal(T->handlers_type, NdisTcpChimneyOffload);
	assert_int_equal(T->handlers_revision, NDIS_OBJECT_TCP_OFFLOAD_REVISION_1);
	assert_int_equal(T->handlers_size, NDIS_SIZEOF_TCP_OFFLOAD_EVENT_HANDLERS_REVISION_1);
	assert_int_equal(T->handlers_other, (uint32_t)NDIS_STATUS_NOT_SUPPORTED);
	assert_int_equal(T->handlers_other_pointer, 0);
}
static void configuration_CO_022_CO_025_CO_028(void **state)
{
	(void)state;
	NDIS_TCP_CONNECTION_OFFLOAD c;
	const NDIS_OID oids[] = {OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG, OID_TCP_CONNECTION_OFFLOAD_HARDWARE_CAPABILITIES};
	assert_true(bind_config_size >= NDIS_SIZEOF_TCP_CONNECTION_OFFLOAD_REVISION_1);
	assert_int_equal(((NDIS_TCP_CONNECTION_OFFLOAD *)bind_config)->TcpConnectionOffloadCapacity, 64);
	for (unsigned i = 0; i < 2; i++) {
		struct ndis_oid_call q = {.type = NdisRequestQueryInformation, .oid = oids[i], .buffer = &c, .out_length = sizeof c};
		ndis_adapter_oid(mini.adapter, &q);
		assert_int_equal(q.status, NDIS_STATUS_SUCCESS);
		assert_int_equal(c.TcpConnectionOffloadCapacity, 64);
	}
	NDIS_TCP_CONNECTION_OFFLOAD_PARAMETERS p = {
	        .Header = {NDIS_OBJECT_TYPE_DEFAULT, 2, NDIS_SIZEOF_TCP_CONNECTION_OFFLOAD_PARAMETERS_REVISION_2}, .TicksPerSecond = 100};
	struct ndis_oid_call s = {
	        .type = NdisRequestSetInformation, .oid = OID_TCP_CONNECTION_OFFLOAD_PARAMETERS, .buffer = &p, .in_length = sizeof p};
	ndis_adapter_oid(mini.adapter, &s);
	assert_int_equal(s.status, NDIS_STATUS_SUCCESS);
	assert_int_equal(T->parameters, 1);
	memset(&p, 0, sizeof p);
	struct ndis_oid_call q = {
	        .type = NdisRequestQueryInformation, .oid = OID_TCP_CONNECTION_OFFLOAD_PARAMETERS, .buffer = &p, .out_length = sizeof p};
	ndis_adapter_oid(mini.adapter, &q);
	assert_int_equal(q.status, NDIS_STATUS_SUCCESS);
	assert_int_equal(p.TicksPerSecond, 100);
	assert_int_equal(T->capability_oids, 0);
	/* CO-324: a resume is the new configuration */
	MINI_CALL(target_pause, void, void)();
	MINI_CALL(target_resume, void, ULONG, ULONG, ULONG)(1, 0, 8);
	struct ndis_oid_call after = {.type = NdisRequestQueryInformation, .oid = oids[0], .buffer = &c, .out_length = sizeof c};
	ndis_adapter_oid(mini.adapter, &after);
	assert_int_equal(c.TcpConnectionOffloadCapacity, 8);
}
/* CO-007: a protocol without client sets never gets through. */
static void blocked_CO_007(void **state)
{
	(void)state;
	const bool was = no_client_sets;
	no_client_sets = true;
	up(NULL);
	fresh();
	NdisInitiateOffload(binding, neighbor(&N[0], path(&P[0], tcp(&C[0], NULL), NULL), NULL));
	assert_int_equal(T->initiates, 0);
	assert_null(C[0].MiniportOffloadContext);
	FOUND("chimney");
	no_client_sets = was;
	down(NULL);
}

/* ---- trees */
/* New, linker and placeholder; several connections; handles and cells (CO-387), the same root back (CO-388). */
static void trees_CO_387_CO_388(void **state)
{
	(void)state;
	fresh();
	block *b = neighbor(&N[0], path(&P[0], tcp(&C[0], tcp(&C[1], NULL)), path(&P[1], tcp(&C[2], NULL), NULL)),
	                    neighbor(&N[1], path(&P[2], tcp(&C[3], NULL), NULL), NULL));
	NdisInitiateOffload(binding, b);
	assert_ptr_equal(S.root[INITIATE], b);
	assert_int_equal(T->live[0], 2);
	assert_int_equal(T->live[1], 3);
	assert_int_equal(T->live[2], 4);
	for (unsigned i = 0; i < 4; i++) {
		struct target_object *o = C[i].MiniportOffloadContext;
		assert_non_null(o);
		assert_ptr_equal(o->handle, &C[i]);
	}
	/* a linker to an offloaded path, one to a neighbor with a new path, a placeholder above a linker */
	block *more = node(NeighborOffloadState, &N[0], path(&P[3], tcp(&C[4], NULL), NULL),
	                   node(0, NULL, node(Ip4OffloadState, &P[2], tcp(&C[5], NULL), NULL), NULL));
	NdisInitiateOffload(binding, more);
	assert_int_equal(T->seen_linkers, 2);
	assert_int_equal(T->seen_placeholders, 1);
	assert_int_equal(T->live[2], 6);
	assert_ptr_equal(((struct target_object *)C[5].MiniportOffloadContext)->parent, P[2].MiniportOffloadContext);
	assert_int_equal(T->seen_shape, 0);
	/* query, update, invalidate: state both ways */
	block *q = up_block(&C[3], NULL);
	NdisQueryOffloadState(binding, q);
	assert_ptr_equal(S.root[QUERY], q);
	assert_int_equal(((TCP_OFFLOAD_STATE_DELEGATED *)(q + 1))->SendBacklogSize, 65536);
	block *u = node(TcpOffloadCachedState, &C[3], NULL, NULL);
	TCP_OFFLOAD_STATE_CACHED *cached = state_of(sizeof *cached);
	cached->TtlOrHopLimit = 33;
	NdisUpdateOffload(binding, u);
	assert_int_equal(S.ops[UPDATE], 1);
	assert_int_equal(((TCP_OFFLOAD_STATE_CACHED *)((struct target_object *)C[3].MiniportOffloadContext)->cached)->TtlOrHopLimit, 33);
	/* P[2] moves to N[0]; then N[1] has nobody below it */
	NdisUpdateOffload(binding, node(NeighborOffloadState, &N[0], node(Ip4OffloadState, &P[2], NULL, NULL), NULL));
	NdisInvalidateOffload(binding, node(NeighborOffloadState, &N[1], NULL, NULL));
	assert_int_equal(((struct target_object *)N[1].MiniportOffloadContext)->state, 2);
	NdisTerminateOffload(binding, node(NeighborOffloadState, &N[1], NULL, NULL));
	NO_FINDING();
	block *all = up_block(&C[5], NULL);
	for (unsigned i = 0; i < 5; i++)
		all = up_block(&C[i], all);
	NdisTerminateOffload(binding, all);
	assert_ptr_equal(S.root[TERMINATE], all);
	for (block *x = all; x; x = x->NextBlock)
		assert_int_equal(x->Status, NDIS_STATUS_SUCCESS);
	NdisTerminateOffload(binding, node(NeighborOffloadState, &N[0],
	                                   node(Ip4OffloadState, &P[0], NULL,
	                                        node(Ip4OffloadState, &P[1], NULL,
	                                             node(Ip4OffloadState, &P[2], NULL, node(Ip4OffloadState, &P[3], NULL, NULL)))),
	                                   NULL));
	assert_int_equal(T->terminate_children, 0);
	NO_FINDING();
	ALL_UP();
}
static void partial(void **state)
{
	(void)state;
	T->room[2] = 2;
	fresh();
	block *t[3], *p = path(&P[0], t[0] = tcp(&C[0], t[1] = tcp(&C[1], t[2] = tcp(&C[2], NULL))), NULL), *n = neighbor(&N[0], p, NULL);
	NET_BUFFER_LIST *x = nbl_of(0, 100), *y = nbl_of(100, 50);
	x->Next = y;
	t[2]->NetBufferListChain = x;
	delegated(t[2])->SendDataHead = x;
	delegated(t[2])->SendDataTail = y;
	delegated(t[2])->SndNxt = delegated(t[2])->SndMax = 150;
	NdisInitiateOffload(binding, n);
	assert_int_equal(n->Status, NDIS_STATUS_SUCCESS);
	assert_int_equal(p->Status, NDIS_STATUS_OFFLOAD_PARTIAL_SUCCESS);
	assert_int_equal(t[1]->Status, NDIS_STATUS_SUCCESS);
	assert_int_equal(t[2]->Status, NDIS_STATUS_OFFLOAD_TCP_ENTRIES);
	assert_null(C[2].MiniportOffloadContext);
	/* its send data is the host's, untouched */
	assert_ptr_equal(t[2]->NetBufferListChain, x);
	assert_ptr_equal(x->Next, y);
	assert_int_equal(NET_BUFFER_DATA_LENGTH(x->FirstNetBuffer), 100);
	io(0, x);
	NO_FINDING();
	/* a linker of which nothing was taken fails, and the objects live on */
	block *l = node(Ip4OffloadState, &P[0], tcp(&C[3], NULL), NULL);
	NdisInitiateOffload(binding, l);
	assert_int_equal(l->Status, NDIS_STATUS_FAILURE);
	NO_FINDING();
	NdisTerminateOffload(binding, up_block(&C[0], up_block(&C[1], NULL)));
	rest();
	NO_FINDING();
	ALL_UP();
}
/* What a host may not do: refused before the miniport sees it. CO-089, CO-090, CO-091, CO-129, CO-130, CO-131, CO-155, CO-057 */
static void host_mistakes_CO_089_CO_091_CO_129_CO_130_CO_131_CO_155(void **state)
{
	(void)state;
	struct target_object *o = one();
	unsigned n = T->initiates;
	block *b = node(Ip4OffloadState, &P[0], NULL, NULL); /* a linker without dependents */
	NdisInitiateOffload(binding, b);
	assert_int_equal(b->Status, NDIS_STATUS_FAILURE);
	FOUND("CO-057");
	assert_int_equal(T->initiates, n);
	T->late = 1;
	NdisInitiateOffload(binding, node(Ip4OffloadState, &P[0], tcp(&C[1], NULL), NULL));
	n = T->initiates;
	NdisInitiateOffload(binding, b = node(Ip4OffloadState, &P[0], tcp(&C[1], NULL), NULL)); /* the same object twice */
	assert_int_equal(b->DependentBlockList->Status, NDIS_STATUS_FAILURE);
	FOUND("CO-089");
	assert_int_equal(T->initiates, n);
	NdisTerminateOffload(binding, b = up_block(&C[1], NULL));
	assert_int_equal(b->Status, NDIS_STATUS_FAILURE);
	FOUND("CO-091");
	NdisUpdateOffload(binding, node(TcpOffloadCachedState, &C[1], NULL, NULL));
	FOUND("CO-130");
	assert_int_equal(T->terminates + T->updates, 0);
	/* I/O comes back at once: CO-090, CO-285 */
	assert_int_equal(NdisOffloadTcpSend(&C[1], nbl_of(0, 10)), NDIS_STATUS_PENDING);
	assert_int_equal(S.kind[0], 1);
	assert_int_equal(S.status, NDIS_STATUS_UPLOAD_IN_PROGRESS);
	FOUND("CO-090");
	assert_int_equal(NdisOffloadTcpForward(&C[1], nbl_of(0, 10)), NDIS_STATUS_PENDING);
	FOUND("CO-285");
	assert_int_equal(target_run(), 1);
	assert_int_equal(T->live[2], 2);
	/* two updates; a terminate before they are done */
	NdisUpdateOffload(binding, node(TcpOffloadState, &C[1], NULL, NULL));
	NdisUpdateOffload(binding, node(TcpOffloadState, &C[1], NULL, NULL));
	FOUND("CO-129");
	NdisTerminateOffload(binding, b = up_block(&C[1], up_block(&C[0], NULL)));
	assert_int_equal(b->Status, NDIS_STATUS_FAILURE);
	FOUND("CO-155");
	target_run();
	/* the tree that was refused has left no trace: C[0] can go */
	NdisTerminateOffload(binding, b = up_block(&C[0], NULL));
	assert_int_equal(NdisOffloadTcpReceive(&C[0], nbl_of(0, 10)), NDIS_STATUS_PENDING);
	FOUND("CO-161");
	assert_int_equal(NdisOffloadTcpForward(&C[0], nbl_of(0, 10)), NDIS_STATUS_PENDING);
	FOUND("CO-286");
	NdisTerminateOffload(binding, up_block(&C[0], NULL)); /* twice */
	FOUND("chimney");
	target_run();
	assert_int_equal(b->Status, NDIS_STATUS_SUCCESS);
	assert_int_equal(o->used, 0);
	T->late = 0;
	NdisInvalidateOffload(binding, node(TcpOffloadState, &C[1], NULL, NULL));
	NO_FINDING();
	NdisUpdateOffload(binding, node(TcpOffloadCachedState, &C[1], NULL, NULL));
	FOUND("CO-131");
	NdisQueryOffloadState(binding, up_block(&C[0], NULL)); /* is no more */
	FOUND("chimney");
	terminate(&C[1]);
	rest();
	NO_FINDING();
	ALL_UP();
}

/* ---- the target's mistakes in trees */
static void bad_trees(void **state)
{
	(void)state;
	struct target_object *o;
	/* completed twice, and with a wrong root first: the host hears once of each */
	T->bad = BAD_TWICE;
	one();
	assert_int_equal(S.ops[INITIATE], 1);
	FOUND("CO-051");
	T->bad = BAD_ROOT;
	terminate(&C[0]);
	assert_int_equal(S.ops[TERMINATE], 1);
	FOUND("CO-051");
	T->bad = 0;
	rest();
	/* Status unwritten, a cell left empty */
	T->bad = BAD_UNWRITTEN;
	fresh();
	block *b = neighbor(&N[0], path(&P[0], tcp(&C[0], NULL), NULL), NULL);
	NdisInitiateOffload(binding, b);
	assert_int_equal(b->Status, NDIS_STATUS_FAILURE);
	assert_null(C[0].MiniportOffloadContext);
	FOUND("CO-041");
	memset(T->object, 0, sizeof T->object);
	memset(T->live, 0, sizeof T->live);
	T->bad = BAD_CELL;
	fresh();
	b = neighbor(&N[0], path(&P[0], tcp(&C[0], NULL), NULL), NULL);
	NdisInitiateOffload(binding, b);
	assert_int_equal(b->Status, NDIS_STATUS_FAILURE);
	FOUND("CO-062");
	memset(T->object, 0, sizeof T->object);
	memset(T->live, 0, sizeof T->live);
	/* success of what is partial */
	T->bad = BAD_PARTIAL;
	T->room[2] = 1;
	fresh();
	NdisInitiateOffload(binding, neighbor(&N[0], path(&P[0], tcp(&C[0], tcp(&C[1], NULL)), NULL), NULL));
	assert_true(findings_of("CO-070"));
	FOUND("CO-071"); /* the connection says partial and has no dependents */
	T->bad = 0;
	T->room[2] = TARGET_OBJECTS;
	terminate(&C[0]);
	rest();
	NO_FINDING();
	/* a placeholder that fails; dependents taken below what was refused */
	T->bad = BAD_PLACEHOLDER;
	fresh();
	b = node(0, NULL, path(&P[0], tcp(&C[0], NULL), NULL), NULL);
	NdisInitiateOffload(binding, b);
	assert_int_equal(b->Status, NDIS_STATUS_SUCCESS);
	FOUND("CO-055");
	T->bad = 0;
	terminate(&C[0]);
	NdisTerminateOffload(binding, node(Ip4OffloadState, &P[0], NULL, NULL));
	T->bad = BAD_TAKE_BELOW;
	T->fail_layer = 2;
	T->fail_status = (unsigned)NDIS_STATUS_RESOURCES;
	fresh();
	NdisInitiateOffload(binding, neighbor(&N[0], path(&P[0], tcp(&C[0], NULL), NULL), NULL));
	FOUND("CO-082");
	T->bad = T->fail_layer = 0;
	assert_non_null(o = C[0].MiniportOffloadContext);
	terminate(&C[0]);
	NdisTerminateOffload(binding, node(NeighborOffloadState, &N[0], NULL, NULL));
	NO_FINDING();
	/* what may not be changed */
	T->bad = BAD_SCRIBBLE;
	fresh();
	b = neighbor(&N[0], path(&P[0], tcp(&C[0], NULL), NULL), NULL);
	NdisInitiateOffload(binding, b);
	assert_null(b->NextBlock);
	assert_ptr_equal(b->ProtocolReserved[0], b);
	assert_true(findings_of("CO-044"));
	FOUND("CO-045");
	T->bad = BAD_STATUS;
	NdisQueryOffloadState(binding, b = up_block(&C[0], NULL));
	assert_int_equal(b->Status, NDIS_STATUS_FAILURE);
	FOUND("CO-047");
	T->bad = 0;
	/* a neighbor before its path */
	block *w = node(NeighborOffloadState, &N[0], NULL, NULL);
	NdisTerminateOffload(binding, w);
	FOUND("CO-158");
	terminate(&C[0]);
	NdisTerminateOffload(binding, node(Ip4OffloadState, &P[0], NULL, NULL));
	ALL_UP();
}

/* ---- data */
static void data_CO_389_CO_391_CO_392(void **state)
{
	(void)state;
	struct target_object *o = one();
	NET_BUFFER_LIST *n[8];
	for (unsigned i = 0; i < 8; i++) {
		n[i] = nbl_of(i * 1000, 1000);
		assert_int_equal(NdisOffloadTcpSend(&C[0], n[i]), NDIS_STATUS_PENDING);
	}
	assert_int_equal(o->sends, 8);
	assert_int_equal(T->bad_bytes, 0);
	target_ack(o, 2500);
	assert_int_equal(S.kind[0], 2);
	target_ack(o, 1500);
	assert_int_equal(S.kind[0], 4);
	for (unsigned i = 0; i < 4; i++)
		assert_ptr_equal(S.order[i], n[i]);
	/* receive: into a request, the rest indicated, refused, into the next request */
	memset(ram, 0, 20000);
	assert_int_equal(NdisOffloadTcpReceive(&C[0], nbl_of(0, 500)), NDIS_STATUS_PENDING);
	S.answer = NDIS_STATUS_OFFLOAD_DATA_NOT_ACCEPTED;
	S.consume = 0;
	assert_int_equal(target_data(o, 800), 1);
	assert_int_equal(S.kind[1], 1);
	assert_int_equal(S.indications, 1);
	assert_int_equal(o->buffered, 300);
	assert_ptr_equal(S.context, &C[0]);
	assert_int_equal(NdisOffloadTcpReceive(&C[0], nbl_of(500, 500)), NDIS_STATUS_PENDING);
	assert_int_equal(S.kind[1], 2);
	for (unsigned i = 0; i < 800; i++)
		assert_int_equal(ram[i], TARGET_BYTE(i));
	NO_FINDING();
	/* accepted; CO-390: partly accepted comes back unchanged */
	S.answer = NDIS_STATUS_OFFLOAD_DATA_PARTIALLY_ACCEPTED;
	S.consume = 40;
	ULONG consumed = 0;
	assert_int_equal(target_indicate(&C[0], 0, 100, &consumed), (int)NDIS_STATUS_OFFLOAD_DATA_PARTIALLY_ACCEPTED);
	assert_int_equal(consumed, 40);
	NO_FINDING();
	S.answer = NDIS_STATUS_SUCCESS;
	S.consume = ~0u;
	target_data(o, 100);
	assert_non_null(S.kept);
	NdisOffloadTcpReceiveReturn(binding, S.kept);
	assert_int_equal(T->returned_nbls, 1);
	S.kept = NULL;
	target_event(&C[0], TcpIndicateDisconnect, 0);
	assert_int_equal(S.event, TcpIndicateDisconnect);
	assert_int_equal(NdisOffloadTcpDisconnect(&C[0], nbl_of(0, 0), TCP_DISCONNECT_GRACEFUL_CLOSE), NDIS_STATUS_PENDING);
	assert_int_equal(NdisOffloadTcpForward(&C[0], nbl_of(0, 60)), NDIS_STATUS_PENDING);
	assert_int_equal(target_neighbor(&N[0], 5, 6), 77);
	assert_ptr_equal(S.context, &N[0]);
	/* up: four sends handed back in order, first byte SndUna; disconnect and forward completed; BufferedData returned (CO-179) */
	target_ack(o, 300);
	T->buffer_at_terminate = 77;
	block *b = terminate(&C[0]);
	const TCP_OFFLOAD_STATE_DELEGATED *d = (void *)(b + 1);
	assert_int_equal(S.kind[2], 1);
	assert_int_equal(S.kind[3], 1);
	assert_int_equal(S.status, NDIS_STATUS_UPLOAD_IN_PROGRESS);
	assert_ptr_equal(b->NetBufferListChain, n[4]);
	assert_int_equal(NET_BUFFER_DATA_LENGTH(n[4]->FirstNetBuffer), 700);
	assert_int_equal(d->SndUna, 4300);
	unsigned at = 4;
	for (NET_BUFFER_LIST *x = b->NetBufferListChain; x; x = x->Next)
		assert_ptr_equal(x, n[at++]);
	assert_int_equal(at, 8);
	io(0, b->NetBufferListChain);
	unsigned bytes = 0;
	for (NET_BUFFER_LIST *x = d->BufferedData; x; x = x->Next)
		bytes += NET_BUFFER_DATA_LENGTH(x->FirstNetBuffer);
	assert_int_equal(bytes, 77);
	NdisOffloadTcpReceiveReturn(binding, d->BufferedData);
	assert_int_equal(T->returned_nbls, 3);
	rest();
	NO_FINDING();
	ALL_UP();
}
static void bad_data(void **state)
{
	(void)state;
	struct target_object *o = one();
	NET_BUFFER_LIST *n[4];
	T->bad = BAD_RETURN;
	for (unsigned i = 0; i < 4; i++) {
		n[i] = nbl_of(i * 100, 100);
		NdisOffloadTcpSend(&C[0], n[i]);
	}
	FOUND("CO-197");
	T->bad = 0;
	/* out of order, twice, by the wrong call */
	NET_BUFFER_LIST *x = target_pick(o, 0, 1);
	target_complete(0, x, NDIS_STATUS_SUCCESS);
	FOUND("CO-198");
	target_complete(0, x, NDIS_STATUS_SUCCESS);
	FOUND("CO-166");
	assert_int_equal(S.kind[0], 1);
	target_complete(1, target_pick(o, 0, 0), NDIS_STATUS_SUCCESS);
	FOUND("chimney");
	assert_int_equal(S.kind[0], 2); /* it was a send, and that is what the host is told */
	assert_int_equal(S.kind[1], 0);
	target_complete(0, target_pick(o, 0, 0), NDIS_STATUS_PAUSED);
	FOUND("CO-211");
	NdisOffloadTcpReceive(&C[0], nbl_of(0, 10));
	NdisOffloadTcpReceive(&C[0], nbl_of(10, 10));
	target_complete(1, target_pick(o, 1, 1), NDIS_STATUS_SUCCESS);
	FOUND("CO-234");
	/* an indication although a request has been waiting for long */
	ULONG consumed;
	sleep_ms(600);
	target_indicate(&C[0], 0, 5, &consumed);
	FOUND("CO-230");
	/* wrong handles: none, a path's, one that is gone */
	target_event(&S, TcpIndicateAbort, 0);
	assert_non_null(strstr(nt_finding_last(), "no offloaded connection"));
	assert_int_equal(S.events, 0);
	target_event(&P[0], TcpIndicateAbort, 0);
	FOUND("CO-172");
	assert_int_equal(target_indicate(&C[5], 0, 5, &consumed), (int)NDIS_STATUS_OFFLOAD_DATA_NOT_ACCEPTED);
	target_neighbor(&C[0], 1, 1);
	FOUND("CO-066");
	target_event(&C[0], 99, 0);
	FOUND("chimney");
	target_event(&C[0], TcpIndicateRetrieve, 77);
	FOUND("CO-298");
	/* no data; what the host returns wrong: CO-247, CO-248, CO-249 */
	assert_int_equal(target_indicate(&C[0], 0, 0, &consumed), (int)NDIS_STATUS_OFFLOAD_DATA_NOT_ACCEPTED);
	FOUND("nbl");
	S.answer = NDIS_STATUS_OFFLOAD_DATA_NOT_ACCEPTED;
	S.consume = 3;
	target_complete(1, target_pick(o, 1, 0), NDIS_STATUS_SUCCESS);
	forget_findings();
	target_indicate(&C[0], 0, 5, &consumed);
	FOUND("CO-248");
	S.answer = NDIS_STATUS_OFFLOAD_DATA_PARTIALLY_ACCEPTED;
	S.consume = 5;
	target_indicate(&C[0], 0, 5, &consumed);
	FOUND("CO-249");
	S.answer = NDIS_STATUS_SUCCESS;
	S.consume = 2;
	target_indicate(&C[0], 0, 5, &consumed);
	FOUND("CO-247");
	T->bad = BAD_RECEIVE_RETURN;
	while (S.kept) {
		x = S.kept;
		S.kept = x->Next;
		x->Next = NULL;
		NdisOffloadTcpReceiveReturn(binding, x);
		NdisOffloadTcpReceiveReturn(binding, x); /* twice */
	}
	FOUND("CO-260");
	/* everything kept at the terminate: the host gets it nevertheless */
	T->bad = BAD_KEEP;
	NdisOffloadTcpReceive(&C[0], nbl_of(0, 10));
	NdisOffloadTcpForward(&C[0], nbl_of(0, 10));
	NdisOffloadTcpDisconnect(&C[0], nbl_of(0, 0), TCP_DISCONNECT_GRACEFUL_CLOSE);
	NET_BUFFER_LIST *late = o->send_head;
	terminate(&C[0]);
	assert_true(findings_of("CO-163") && findings_of("CO-164") && findings_of("CO-165"));
	FOUND("CO-166");
	assert_int_equal(S.kind[0], 4);
	assert_int_equal(S.kind[2], 1);
	assert_int_equal(S.kind[3], 1);
	/* and what the target completes after that goes nowhere */
	target_complete(0, late, NDIS_STATUS_SUCCESS);
	FOUND("CO-166");
	assert_int_equal(S.kind[0], 4);
	target_event(&C[0], TcpIndicateAbort, 0);
	assert_non_null(strstr(nt_finding_last(), "no offloaded connection"));
	T->bad = 0;
	rest();
	ALL_UP();
	/* a chain with what is not the target's, BufferedData that is nothing */
	o = one();
	NdisOffloadTcpSend(&C[0], nbl_of(0, 100));
	NdisOffloadTcpSend(&C[0], nbl_of(100, 100));
	target_ack(o, 200);
	forget_findings();
	T->bad = BAD_CHAIN | BAD_BUFFERED;
	block *b = terminate(&C[0]);
	assert_null(b->NetBufferListChain);
	assert_null(((TCP_OFFLOAD_STATE_DELEGATED *)(b + 1))->BufferedData);
	assert_true(findings_of("CO-166"));
	FOUND("nbl");
	T->bad = 0;
	rest();
	ALL_UP();
}
/* Before the initiate is complete: sends acknowledged early wait, events are a finding, and a failure leaves the host its data. */
static void early(void **state)
{
	(void)state;
	for (unsigned i = 0; i < 2; i++) {
		T->bad = EARLY_SENDS | (i ? BAD_UNWRITTEN : 0);
		fresh();
		block *t = tcp(&C[0], NULL), *b = neighbor(&N[0], path(&P[0], t, NULL), NULL);
		NET_BUFFER_LIST *x = nbl_of(0, 100), *y = nbl_of(100, 100);
		x->Next = y;
		t->NetBufferListChain = x;
		delegated(t)->SendDataHead = x;
		delegated(t)->SendDataTail = y;
		delegated(t)->SndNxt = delegated(t)->SndMax = 200;
		const unsigned was = S.kind[0];
		NdisInitiateOffload(binding, b);
		if (i) {
			assert_int_equal(t->Status, NDIS_STATUS_FAILURE);
			assert_int_equal(S.kind[0], was); /* they are the host's */
			assert_ptr_equal(x->Next, y);
			assert_null(y->Next);
			assert_true(findings_of("CO-080"));
			FOUND("CO-041");
			io(0, x);
			memset(T->object, 0, sizeof T->object);
			memset(T->live, 0, sizeof T->live);
		} else {
			assert_int_equal(S.kind[0], was + 2);
			NO_FINDING();
			T->bad = 0;
			terminate(&C[0]);
			rest();
		}
	}
	T->bad = BAD_EARLY_EVENT;
	one();
	FOUND("CO-092");
	T->bad = 0;
	while (S.kept) {
		NET_BUFFER_LIST *x = S.kept;
		S.kept = x->Next;
		x->Next = NULL;
		NdisOffloadTcpReceiveReturn(binding, x);
	}
	terminate(&C[0]);
	rest();
	ALL_UP();
}
static void end_inside(void)
{
	terminate(&C[0]);
	target_finish_inside();
}
/* CO-168: a terminate that is completed inside an indication reaches the host when that has returned. */
static void inside_CO_168(void **state)
{
	(void)state;
	one();
	T->bad = BAD_INSIDE;
	on_event = end_inside;
	target_event(&C[0], TcpIndicateRetrieve, UploadRequested);
	on_event = NULL;
	T->bad = 0;
	assert_int_equal(S.ops[TERMINATE], 1);
	FOUND("CO-168");
	rest();
	ALL_UP();
}
/* The protocol goes with a connection down: NDIS lets go of its handles. */
static void closed_with_connections(void **state)
{
	(void)state;
	one();
	NdisOffloadTcpSend(&C[0], nbl_of(0, 100));
	struct ndis_adapter *a = mini.adapter;
	ndis_unbind_all(a);
	FOUND("CO-166");
	memset(C, 0xee, sizeof C);
	target_event(&C[0], TcpIndicateAbort, 0);
	assert_int_equal(S.events, 0);
}

/* ---- races: data, acknowledgements, events, queries and terminates from several threads */
static struct target_object *race_object;
static volatile bool race_stop;
static void net_thread(void *arg)
{
	(void)arg;
	while (!race_stop) {
		struct target_object *o = race_object;
		if (o && o->used) {
			target_ack(o, 700);
			target_data(o, 300);
		}
		target_run();
		nt_sched_point();
	}
	target_run();
}
static uint64_t race(uint64_t seed)
{
	struct nt_config config = nt_test_config();
	config.serial = true;
	config.seed = seed;
	up_with(config);
	S.answer = seed & 1 ? NDIS_STATUS_OFFLOAD_DATA_NOT_ACCEPTED : NDIS_STATUS_SUCCESS;
	S.consume = seed & 1 ? 0 : ~0u;
	T->late = 1;
	T->complete_sends = seed >> 1 & 1;
	race_stop = false;
	race_object = NULL;
	struct nt_thread *t = nt_thread_start("net", net_thread, NULL);
	for (unsigned round = 0; round < 3; round++) {
		const unsigned was = S.ops[INITIATE], kinds = S.kind[0];
		fresh();
		block *b = neighbor(&N[0], path(&P[0], tcp(&C[0], NULL), NULL), NULL);
		NdisInitiateOffload(binding, b);
		WAIT_UNTIL(S.ops[INITIATE] == was + 1);
		race_object = C[0].MiniportOffloadContext;
		const unsigned sends = 2 + seed % 7;
		for (unsigned i = 0; i < sends; i++) {
			assert_int_equal(NdisOffloadTcpSend(&C[0], nbl_of(i * 500, 500)), NDIS_STATUS_PENDING);
			assert_int_equal(NdisOffloadTcpReceive(&C[0], nbl_of(40000, 256)), NDIS_STATUS_PENDING);
			nt_sched_point();
		}
		const unsigned ended = S.ops[TERMINATE], received = S.kind[1];
		block *u = terminate(&C[0]);
		WAIT_UNTIL(S.ops[TERMINATE] == ended + 1);
		race_object = NULL;
		unsigned back = 0;
		for (NET_BUFFER_LIST *x = u->NetBufferListChain; x; x = x->Next)
			back++;
		io(0, u->NetBufferListChain);
		assert_int_equal(S.kind[0] - kinds, sends); /* each once, completed or handed back */
		(void)received;
		for (NET_BUFFER_LIST *x = ((TCP_OFFLOAD_STATE_DELEGATED *)(u + 1))->BufferedData, *next; x; x = next) {
			next = x->Next;
			x->Next = NULL;
			NdisOffloadTcpReceiveReturn(binding, x);
		}
		while (S.kept) {
			NET_BUFFER_LIST *x = S.kept;
			S.kept = x->Next;
			x->Next = NULL;
			NdisOffloadTcpReceiveReturn(binding, x);
		}
		const unsigned n = S.ops[TERMINATE];
		rest();
		WAIT_UNTIL(S.ops[TERMINATE] == n + 1);
	}
	assert_int_equal(S.kind[1], 3 * (2 + seed % 7));
	race_stop = true;
	nt_thread_join(t);
	NO_FINDING();
	ALL_UP();
	const uint64_t hash = nt_sched_hash();
	down(NULL);
	return hash;
}
static void races(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed <= 24; seed++)
		race(seed);
	assert_true(race(5) == race(5));
}

int main(void)
{
#define WITH(f) cmocka_unit_test_setup_teardown(f, up, down)
	const struct CMUnitTest tests[] = {WITH(handlers_CO_010_CO_011),
	                                   WITH(configuration_CO_022_CO_025_CO_028),
	                                   cmocka_unit_test(blocked_CO_007),
	                                   WITH(trees_CO_387_CO_388),
	                                   WITH(partial),
	                                   WITH(host_mistakes_CO_089_CO_091_CO_129_CO_130_CO_131_CO_155),
	                                   WITH(bad_trees),
	                                   WITH(data_CO_389_CO_391_CO_392),
	                                   WITH(bad_data),
	                                   WITH(early),
	                                   WITH(inside_CO_168),
	                                   WITH(closed_with_connections),
	                                   cmocka_unit_test(races)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
