/*
 * A protocol of the test over io_mini.sys: it sends what the test makes, counts what comes back, keeps or returns what it receives.
 */
#pragma once
#include "io_harness.h"

static NDIS_HANDLE protocol, binding, pool;
static bool protocol_verify; /* for up() */
static NDIS_STATUS last_send_status;
static unsigned completed, received, received_resources, last_count;
static NET_BUFFER_LIST *kept, **kept_tail = &kept;
static bool keep;

static inline NDIS_STATUS NTAPI bind(NDIS_HANDLE context, NDIS_HANDLE bind_context, PNDIS_BIND_PARAMETERS p)
{
	static NDIS_MEDIUM media[] = {NdisMedium802_3};
	UINT selected;
	NDIS_OPEN_PARAMETERS open = {
	        .Header = {NDIS_OBJECT_TYPE_OPEN_PARAMETERS, NDIS_OPEN_PARAMETERS_REVISION_1, NDIS_SIZEOF_OPEN_PARAMETERS_REVISION_1},
	        .AdapterName = p->AdapterName,
	        .MediumArray = media,
	        .MediumArraySize = 1,
	        .SelectedMediumIndex = &selected};
	return NdisOpenAdapterEx(protocol, &protocol, &open, bind_context, &binding);
}
static inline NDIS_STATUS NTAPI unbind(NDIS_HANDLE unbind_context, NDIS_HANDLE context)
{
	NDIS_HANDLE b = binding;
	binding = NULL;
	NdisCloseAdapterEx(b);
	return NDIS_STATUS_SUCCESS;
}
static inline void NTAPI open_complete(NDIS_HANDLE context, NDIS_STATUS status)
{
}
static inline void NTAPI close_complete(NDIS_HANDLE context)
{
}
static inline NDIS_STATUS NTAPI pnp(NDIS_HANDLE context, PNET_PNP_EVENT_NOTIFICATION e)
{
	return NDIS_STATUS_SUCCESS;
}
static KEVENT oid_done;
static inline void NTAPI oid_complete(NDIS_HANDLE context, PNDIS_OID_REQUEST r, NDIS_STATUS status)
{
	KeSetEvent(&oid_done, 0, FALSE);
}
static inline void NTAPI status_ex(NDIS_HANDLE context, PNDIS_STATUS_INDICATION s)
{
}
static inline void NTAPI send_complete(NDIS_HANDLE context, PNET_BUFFER_LIST list, ULONG flags)
{
	for (NET_BUFFER_LIST *next; list; list = next) {
		next = list->Next;
		completed++;
		last_send_status = list->Status;
		NdisFreeNetBufferList(list);
	}
}
static inline void NTAPI receive(NDIS_HANDLE context, PNET_BUFFER_LIST list, NDIS_PORT_NUMBER port, ULONG n, ULONG flags)
{
	received += n;
	last_count = n;
	if (flags & NDIS_RECEIVE_FLAGS_RESOURCES) {
		received_resources += n;
		return;
	}
	if (keep) {
		*kept_tail = list;
		for (; list; list = list->Next)
			kept_tail = &list->Next;
		return;
	}
	NdisReturnNetBufferLists(binding, list, 0);
}

static inline void register_protocol(void)
{
	static WCHAR name[] = {'T', 'E', 'S', 'T'};
	NDIS_PROTOCOL_DRIVER_CHARACTERISTICS c = {.Header = {NDIS_OBJECT_TYPE_PROTOCOL_DRIVER_CHARACTERISTICS,
	                                                     NDIS_PROTOCOL_DRIVER_CHARACTERISTICS_REVISION_2,
	                                                     NDIS_SIZEOF_PROTOCOL_DRIVER_CHARACTERISTICS_REVISION_2},
	                                          .MajorNdisVersion = 6,
	                                          .MinorNdisVersion = 30,
	                                          .Name = {.Buffer = name, .Length = 8, .MaximumLength = 8},
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

static inline void set_filter(ULONG filter)
{
	NDIS_OID_REQUEST r = {.Header = {NDIS_OBJECT_TYPE_OID_REQUEST, NDIS_OID_REQUEST_REVISION_1, NDIS_SIZEOF_OID_REQUEST_REVISION_1},
	                      .RequestType = NdisRequestSetInformation};
	r.DATA.SET_INFORMATION.Oid = OID_GEN_CURRENT_PACKET_FILTER;
	r.DATA.SET_INFORMATION.InformationBuffer = &filter;
	r.DATA.SET_INFORMATION.InformationBufferLength = sizeof(filter);
	KeInitializeEvent(&oid_done, NotificationEvent, FALSE);
	if (NdisOidRequest(binding, &r) == NDIS_STATUS_PENDING)
		KeWaitForSingleObject(&oid_done, Executive, KernelMode, FALSE, NULL);
}

static UCHAR *frame;
static inline NET_BUFFER_LIST *packet(void)
{
	MDL *m = NdisAllocateMdl(NULL, frame, 100);
	NET_BUFFER_LIST *nbl = NdisAllocateNetBufferAndNetBufferList(pool, 0, 0, m, 4, 60);
	assert_non_null(nbl);
	nbl->SourceHandle = binding;
	return nbl;
}

static inline int up(void **state)
{
	(void)state;
	NET_BUFFER_LIST_POOL_PARAMETERS p = {.Header = {NDIS_OBJECT_TYPE_DEFAULT, NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1,
	                                                NDIS_SIZEOF_NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1},
	                                     .fAllocateNetBuffer = TRUE,
	                                     .PoolTag = 0x74736574};
	struct nt_config config = nt_test_config();
	config.verify = protocol_verify;
	machine_up(config, NULL);
	mini_load();
	register_protocol();
	mini_start();
	pool = NdisAllocateNetBufferListPool(protocol, &p);
	frame = nt_pages_alloc(4096);
	return !binding || !pool || !frame;
}
static inline int down(void **state)
{
	(void)state;
	NdisFreeNetBufferListPool(pool);
	NdisDeregisterProtocolDriver(protocol);
	machine_down(false);
	return 0;
}
