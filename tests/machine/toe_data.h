/*
 * toe.sys with a cable in the test's hand below and a protocol of the test's above: what is sent is looked at on the cable, what comes in
 * on the cable is looked at where NDIS hands it up.
 */
#pragma once
#include "toe.h"
#include "../hw/toe/cable.h"
#include "../hw/toe/frames.h"
#include <linux/virtio_net.h>

/* cmocka puts signal handlers of its own before each test, with signal(). The image loader's must stay: a driver's traps are its business.
 */
static sighandler_t keep_handlers(int number, sighandler_t handler)
{
	(void)number, (void)handler;
	return SIG_DFL;
}
sighandler_t signal(int number, sighandler_t handler)
{
	return keep_handlers(number, handler);
}

#define DATA_TAG ((ULONG)'atad')

/* ---- what came up */
struct up {
	uint32_t bytes;
	unsigned mdls, cpu;
	bool lent; /* NDIS_RECEIVE_FLAGS_RESOURCES */
	NDIS_TCP_IP_CHECKSUM_NET_BUFFER_LIST_INFO csum;
	NDIS_RSC_NBL_INFO rsc;
	NDIS_NET_BUFFER_LIST_8021Q_INFO tag;
	ULONG hash, hash_type, nbl_flags;
	uint8_t *data;
};
#define UP_MAX 8192
static struct {
	NDIS_HANDLE protocol, binding, pool;
	pthread_mutex_t lock;
	struct up up[UP_MAX];
	unsigned up_count, up_seen, up_calls, up_most; /* up_most: NBLs in one call */
	bool keep;                                     /* lists are kept until give_back() */
	bool drop;                                     /* count only */
	void (*on_pause)(bool pause);                  /* NetEventPause, NetEventRestart */
	NET_BUFFER_LIST *kept;
	unsigned sent, completed, succeeded, paused, aborted, reset, failed, other;
	ULONG_PTR last_lso;
	NDIS_STATUS last_status, oid_status;
	KEVENT oid_done;
} P;

static inline NDIS_STATUS NTAPI data_bind(NDIS_HANDLE context, NDIS_HANDLE bind_context, PNDIS_BIND_PARAMETERS p)
{
	static NDIS_MEDIUM media[] = {NdisMedium802_3};
	static UINT selected;
	NDIS_OPEN_PARAMETERS open = {
	        .Header = {NDIS_OBJECT_TYPE_OPEN_PARAMETERS, NDIS_OPEN_PARAMETERS_REVISION_1, NDIS_SIZEOF_OPEN_PARAMETERS_REVISION_1},
	        .AdapterName = p->AdapterName,
	        .MediumArray = media,
	        .MediumArraySize = 1,
	        .SelectedMediumIndex = &selected};
	(void)context;
	return NdisOpenAdapterEx(P.protocol, &P.protocol, &open, bind_context, &P.binding);
}
static inline NDIS_STATUS NTAPI data_unbind(NDIS_HANDLE unbind_context, NDIS_HANDLE context)
{
	NDIS_HANDLE b = P.binding;
	(void)unbind_context, (void)context;
	P.binding = NULL;
	NdisCloseAdapterEx(b);
	return NDIS_STATUS_SUCCESS;
}
static inline void NTAPI data_open_complete(NDIS_HANDLE context, NDIS_STATUS status)
{
	(void)context, (void)status;
}
static inline void NTAPI data_close_complete(NDIS_HANDLE context)
{
	(void)context;
}
static inline NDIS_STATUS NTAPI data_pnp(NDIS_HANDLE context, PNET_PNP_EVENT_NOTIFICATION e)
{
	(void)context;
	if (P.on_pause && (e->NetPnPEvent.NetEvent == NetEventPause || e->NetPnPEvent.NetEvent == NetEventRestart))
		P.on_pause(e->NetPnPEvent.NetEvent == NetEventPause);
	return NDIS_STATUS_SUCCESS;
}
static inline void NTAPI data_oid_complete(NDIS_HANDLE context, PNDIS_OID_REQUEST r, NDIS_STATUS status)
{
	(void)context, (void)r;
	P.oid_status = status;
	KeSetEvent(&P.oid_done, 0, FALSE);
}
static inline void NTAPI data_status(NDIS_HANDLE context, PNDIS_STATUS_INDICATION s)
{
	(void)context, (void)s;
}
static inline void free_packet(NET_BUFFER_LIST *nbl)
{
	for (NET_BUFFER *nb = NET_BUFFER_LIST_FIRST_NB(nbl); nb; nb = nb->Next)
		for (MDL *m = NET_BUFFER_FIRST_MDL(nb), *next; m; m = next) {
			next = m->Next;
			ExFreePoolWithTag(MmGetSystemAddressForMdlSafe(m, NormalPagePriority), DATA_TAG);
			NdisFreeMdl(m);
		}
	NdisFreeNetBufferList(nbl);
}
static inline void NTAPI data_send_complete(NDIS_HANDLE context, PNET_BUFFER_LIST list, ULONG flags)
{
	(void)context, (void)flags;
	for (NET_BUFFER_LIST *next; list; list = next) {
		const NDIS_STATUS s = list->Status;
		next = list->Next;
		pthread_mutex_lock(&P.lock);
		P.last_lso = (ULONG_PTR)NET_BUFFER_LIST_INFO(list, TcpLargeSendNetBufferListInfo);
		P.last_status = s;
		P.completed++;
		*(s == NDIS_STATUS_SUCCESS             ? &P.succeeded
		  : s == NDIS_STATUS_PAUSED            ? &P.paused
		  : s == NDIS_STATUS_SEND_ABORTED      ? &P.aborted
		  : s == NDIS_STATUS_RESET_IN_PROGRESS ? &P.reset
		  : s == NDIS_STATUS_FAILURE           ? &P.failed
		                                       : &P.other) += 1;
		pthread_mutex_unlock(&P.lock);
		free_packet(list);
	}
}
static inline void take_up(NET_BUFFER_LIST *nbl, bool lent)
{
	struct up *u = &P.up[P.up_count];
	NET_BUFFER *nb = NET_BUFFER_LIST_FIRST_NB(nbl);
	if (P.up_count == UP_MAX)
		return;
	*u = (struct up){.bytes = NET_BUFFER_DATA_LENGTH(nb), .cpu = KeGetCurrentProcessorNumberEx(NULL), .lent = lent};
	u->csum.Value = NET_BUFFER_LIST_INFO(nbl, TcpIpChecksumNetBufferListInfo);
	u->rsc.Value = NET_BUFFER_LIST_INFO(nbl, TcpRecvSegCoalesceInfo);
	u->tag.Value = NET_BUFFER_LIST_INFO(nbl, Ieee8021QNetBufferListInfo);
	u->hash = NET_BUFFER_LIST_GET_HASH_VALUE(nbl);
	u->hash_type = NET_BUFFER_LIST_GET_HASH_TYPE(nbl);
	u->nbl_flags = nbl->NblFlags;
	for (MDL *m = NET_BUFFER_CURRENT_MDL(nb); m; m = m->Next)
		u->mdls++;
	u->data = malloc(u->bytes + 1);
	uint32_t at = 0, skip = NET_BUFFER_CURRENT_MDL_OFFSET(nb);
	for (MDL *m = NET_BUFFER_CURRENT_MDL(nb); m && at < u->bytes; m = m->Next) {
		const uint32_t here = m->ByteCount - skip, part = here < u->bytes - at ? here : u->bytes - at;
		memcpy(u->data + at, (uint8_t *)MmGetSystemAddressForMdlSafe(m, NormalPagePriority) + skip, part);
		at += part;
		skip = 0;
	}
	P.up_count++;
}
static inline void NTAPI data_receive(NDIS_HANDLE context, PNET_BUFFER_LIST list, NDIS_PORT_NUMBER port, ULONG n, ULONG flags)
{
	const bool lent = flags & NDIS_RECEIVE_FLAGS_RESOURCES;
	(void)context, (void)port;
	pthread_mutex_lock(&P.lock);
	P.up_calls++;
	P.up_most = n > P.up_most ? n : P.up_most;
	if (P.drop)
		P.up_count += n;
	for (NET_BUFFER_LIST *l = list; l && !P.drop; l = l->Next)
		take_up(l, lent);
	if (P.keep && !lent) {
		NET_BUFFER_LIST *last = list;
		while (last->Next)
			last = last->Next;
		last->Next = P.kept;
		P.kept = list;
	}
	pthread_mutex_unlock(&P.lock);
	if (!P.keep && !lent)
		NdisReturnNetBufferLists(P.binding, list, flags & NDIS_RECEIVE_FLAGS_DISPATCH_LEVEL ? NDIS_RETURN_FLAGS_DISPATCH_LEVEL : 0);
}
static inline void give_back(void)
{
	pthread_mutex_lock(&P.lock);
	NET_BUFFER_LIST *l = P.kept;
	P.kept = NULL;
	P.keep = false;
	pthread_mutex_unlock(&P.lock);
	if (l)
		NdisReturnNetBufferLists(P.binding, l, 0);
}
/* The next frame that came up; waits up to a second. */
static inline struct up *next_up(void)
{
	for (unsigned i = 0; i < 2000; i++) {
		pthread_mutex_lock(&P.lock);
		struct up *u = P.up_seen < P.up_count ? &P.up[P.up_seen++] : NULL;
		pthread_mutex_unlock(&P.lock);
		if (u)
			return u;
		sleep_ms(1);
	}
	return NULL;
}

static inline NDIS_STATUS binding_set(NDIS_OID oid, void *data, ULONG bytes)
{
	NDIS_OID_REQUEST r = {.Header = {NDIS_OBJECT_TYPE_OID_REQUEST, NDIS_OID_REQUEST_REVISION_1, NDIS_SIZEOF_OID_REQUEST_REVISION_1},
	                      .RequestType = NdisRequestSetInformation};
	r.DATA.SET_INFORMATION.Oid = oid;
	r.DATA.SET_INFORMATION.InformationBuffer = data;
	r.DATA.SET_INFORMATION.InformationBufferLength = bytes;
	KeInitializeEvent(&P.oid_done, NotificationEvent, FALSE);
	NDIS_STATUS s = NdisOidRequest(P.binding, &r);
	if (s == NDIS_STATUS_PENDING) {
		KeWaitForSingleObject(&P.oid_done, Executive, KernelMode, FALSE, NULL);
		s = P.oid_status;
	}
	return s;
}

/* ---- up and down */
static inline void data_machine(struct nt_config config, const char *spec, bool gso)
{
	cable.fd = eventfd(0, EFD_NONBLOCK);
	cable.gso = gso;
	cable.full = 0;
	cable.sink = false;
	cable.sunk = 0;
	memset(&cable.in, 0, sizeof cable.in);
	memset(&cable.out, 0, sizeof cable.out);
	memset(&P, 0, sizeof P);
	pthread_mutex_init(&P.lock, NULL);
	toe_wire = &cable;
	if (toe_machine(config, spec, NULL))
		fail_msg("load failed");
}
static inline void data_start(void)
{
	static WCHAR name[] = {'D', 'A', 'T', 'A'};
	NDIS_PROTOCOL_DRIVER_CHARACTERISTICS c = {.Header = {NDIS_OBJECT_TYPE_PROTOCOL_DRIVER_CHARACTERISTICS,
	                                                     NDIS_PROTOCOL_DRIVER_CHARACTERISTICS_REVISION_2,
	                                                     NDIS_SIZEOF_PROTOCOL_DRIVER_CHARACTERISTICS_REVISION_2},
	                                          .MajorNdisVersion = 6,
	                                          .MinorNdisVersion = 30,
	                                          .Name = {.Buffer = name, .Length = 8, .MaximumLength = 8},
	                                          .BindAdapterHandlerEx = data_bind,
	                                          .UnbindAdapterHandlerEx = data_unbind,
	                                          .OpenAdapterCompleteHandlerEx = data_open_complete,
	                                          .CloseAdapterCompleteHandlerEx = data_close_complete,
	                                          .NetPnPEventHandler = data_pnp,
	                                          .OidRequestCompleteHandler = data_oid_complete,
	                                          .StatusHandlerEx = data_status,
	                                          .ReceiveNetBufferListsHandler = data_receive,
	                                          .SendNetBufferListsCompleteHandler = data_send_complete};
	NET_BUFFER_LIST_POOL_PARAMETERS pool = {.Header = {NDIS_OBJECT_TYPE_DEFAULT, NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1,
	                                                   NDIS_SIZEOF_NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1},
	                                        .fAllocateNetBuffer = TRUE,
	                                        .PoolTag = DATA_TAG};
	ULONG filter = NDIS_PACKET_TYPE_DIRECTED | NDIS_PACKET_TYPE_BROADCAST;
	if (toe_start())
		fail_msg("start failed: 0x%08x", (unsigned)T.start_status);
	assert_int_equal(NdisRegisterProtocolDriver(NULL, &c, &P.protocol), NDIS_STATUS_SUCCESS);
	WAIT_UNTIL(P.binding);
	P.pool = NdisAllocateNetBufferListPool(NULL, &pool);
	assert_non_null(P.pool);
	assert_int_equal(binding_set(OID_GEN_CURRENT_PACKET_FILTER, &filter, sizeof filter), NDIS_STATUS_SUCCESS);
	assert_int_equal(set_encapsulation(NDIS_OFFLOAD_SET_ON, NDIS_OFFLOAD_SET_ON), NDIS_STATUS_SUCCESS);
}
static inline void data_up(const char *spec, bool gso)
{
	data_machine(nt_test_config(), spec, gso);
	data_start();
}
static inline void data_end(void)
{
	WAIT_UNTIL(P.completed == P.sent);
	if (T.node)
		toe_remove(false);
	NdisDeregisterProtocolDriver(P.protocol);
	NdisFreeNetBufferListPool(P.pool);
	for (unsigned i = 0; i < P.up_count && !P.drop; i++)
		free(P.up[i].data);
	toe_end();
	toe_wire = NULL;
}

/* ---- sends */
struct how {
	unsigned split; /* bytes of the first MDL and of each that follows; 0: one */
	unsigned rest;  /* bytes of each after the first; 0: as split */
	NDIS_TCP_IP_CHECKSUM_NET_BUFFER_LIST_INFO csum;
	NDIS_TCP_LARGE_SEND_OFFLOAD_NET_BUFFER_LIST_INFO lso;
	NDIS_UDP_SEGMENTATION_OFFLOAD_NET_BUFFER_LIST_INFO uso;
	NDIS_NET_BUFFER_LIST_8021Q_INFO tag;
	void *cancel;
	ULONG hash;
	bool has_hash;
};
/* MDLs of memory of their own each, so that none is next to another. The data begins a few bytes into the first. */
static inline MDL *chain_of(const void *frame, uint32_t bytes, unsigned split, unsigned rest, ULONG *offset)
{
	MDL *first = NULL, **tail = &first;
	*offset = 10;
	for (uint32_t at = 0; at < bytes;) {
		const uint32_t want = !first ? split : rest ? rest : split, part = want && want < bytes - at ? want : bytes - at;
		const uint32_t lead = first ? 0 : *offset;
		uint8_t *p = ExAllocatePoolWithTag(NonPagedPool, lead + part, DATA_TAG);
		assert_non_null(p);
		memcpy(p + lead, (const uint8_t *)frame + at, part);
		*tail = NdisAllocateMdl(NULL, p, lead + part);
		assert_non_null(*tail);
		tail = &(*tail)->Next;
		at += part;
	}
	return first;
}
static inline NET_BUFFER_LIST *packet_of(const void *frame, uint32_t bytes, const struct how *h)
{
	static const struct how plain;
	ULONG offset;
	h = h ? h : &plain;
	MDL *m = chain_of(frame, bytes, h->split, h->rest, &offset);
	NET_BUFFER_LIST *nbl = NdisAllocateNetBufferAndNetBufferList(P.pool, 0, 0, m, offset, bytes);
	assert_non_null(nbl);
	nbl->SourceHandle = P.binding;
	NET_BUFFER_LIST_INFO(nbl, TcpIpChecksumNetBufferListInfo) = h->csum.Value;
	NET_BUFFER_LIST_INFO(nbl, TcpLargeSendNetBufferListInfo) = h->lso.Value;
	NET_BUFFER_LIST_INFO(nbl, UdpSegmentationOffloadInfo) = h->uso.Value;
	NET_BUFFER_LIST_INFO(nbl, Ieee8021QNetBufferListInfo) = h->tag.Value;
	NDIS_SET_NET_BUFFER_LIST_CANCEL_ID(nbl, h->cancel);
	if (h->has_hash) {
		NET_BUFFER_LIST_SET_HASH_VALUE(nbl, h->hash);
		NET_BUFFER_LIST_SET_HASH_TYPE(nbl, NDIS_HASH_TCP_IPV4);
		NET_BUFFER_LIST_SET_HASH_FUNCTION(nbl, NdisHashFunctionToeplitz);
	}
	return nbl;
}
static inline void send_list(NET_BUFFER_LIST *first)
{
	unsigned n = 0;
	for (NET_BUFFER_LIST *l = first; l; l = l->Next)
		n++;
	pthread_mutex_lock(&P.lock);
	P.sent += n;
	pthread_mutex_unlock(&P.lock);
	NdisSendNetBufferLists(P.binding, first, 0, 0);
}
static inline void send_frame(const void *frame, uint32_t bytes, const struct how *h)
{
	send_list(packet_of(frame, bytes, h));
}
