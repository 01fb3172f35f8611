/*
 * The stack's chimney handlers: without both sets registered in ProtocolSetOptions NDIS keeps the chimney shut above this protocol
 * (connection-offload.md 3.2). What they do is in offload*.c.
 */
#include "tcpip/offload.h"

/* Updates, queries and invalidates are not sent yet: a completion of one was never asked for. */
static void uncalled(const char *what)
{
	nt_finding("chimney", "%s: it was not asked for", what);
}
static void NTAPI initiate_complete(NDIS_HANDLE c, PNDIS_PROTOCOL_OFFLOAD_BLOCK_LIST l)
{
	const struct binding *b = c;
	if (b->offload)
		offload_initiated(b->offload, l);
}
static void NTAPI terminate_complete(NDIS_HANDLE c, PNDIS_PROTOCOL_OFFLOAD_BLOCK_LIST l)
{
	const struct binding *b = c;
	if (b->offload)
		offload_terminated(b->offload, l);
}
static void NTAPI update_complete(NDIS_HANDLE c, PNDIS_PROTOCOL_OFFLOAD_BLOCK_LIST l)
{
	(void)c, (void)l, uncalled("NdisMUpdateOffloadComplete");
}
static void NTAPI invalidate_complete(NDIS_HANDLE c, PNDIS_PROTOCOL_OFFLOAD_BLOCK_LIST l)
{
	(void)c, (void)l, uncalled("NdisMInvalidateOffloadComplete");
}
static void NTAPI query_complete(NDIS_HANDLE c, PNDIS_PROTOCOL_OFFLOAD_BLOCK_LIST l)
{
	(void)c, (void)l, uncalled("NdisMQueryOffloadStateComplete");
}
/* Is the neighbor still there? Linux knows, the lab asks it; until that way exists the host's own entry counts as stale. */
static void NTAPI event_indicate(NDIS_HANDLE c, PNDIS_PROTOCOL_OFFLOAD_BLOCK_LIST l, ULONG code)
{
	/* contract 8.3: 0 = the host's own entry is stale as well; the target asks again after NceStaleTicks */
	const NEIGHBOR_OFFLOAD_STATE_CONST *k = (const void *)(l + 1);
	NEIGHBOR_OFFLOAD_STATE_CACHED *a = (void *)((uint8_t *)(l + 1) + ALIGN_UP_TO(k->Header.Length, sizeof(void *)));
	(void)c, (void)code;
	if (l->Header.Type == NeighborOffloadState && k->Header.Length == sizeof *k && a->Header.Length == sizeof *a)
		a->HostReachabilityDelta = 0;
}

NDIS_STATUS NTAPI stack_set_options(NDIS_HANDLE driver, NDIS_HANDLE context)
{
	NDIS_CLIENT_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS generic = {
	        .Header = {NDIS_OBJECT_TYPE_CLIENT_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS,
	                   NDIS_CLIENT_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS_REVISION_1,
	                   NDIS_SIZEOF_CLIENT_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS_REVISION_1},
	        .InitiateOffloadCompleteHandler = initiate_complete,
	        .TerminateOffloadCompleteHandler = terminate_complete,
	        .UpdateOffloadCompleteHandler = update_complete,
	        .InvalidateOffloadCompleteHandler = invalidate_complete,
	        .QueryOffloadCompleteHandler = query_complete,
	        .IndicateOffloadEventHandler = event_indicate,
	};
	NDIS_CLIENT_CHIMNEY_OFFLOAD_TCP_CHARACTERISTICS tcp = {
	        .Header = {NDIS_OBJECT_TYPE_CLIENT_CHIMNEY_OFFLOAD_CHARACTERISTICS,
	                   NDIS_CLIENT_CHIMNEY_OFFLOAD_TCP_CHARACTERISTICS_REVISION_1,
	                   NDIS_SIZEOF_CLIENT_CHIMNEY_OFFLOAD_TCP_CHARACTERISTICS_REVISION_1},
	        .OffloadType = NdisTcpChimneyOffload,
	        .TcpOffloadSendCompleteHandler = offload_send_complete,
	        .TcpOffloadReceiveCompleteHandler = offload_receive_complete,
	        .TcpOffloadDisconnectCompleteHandler = offload_disconnect_complete,
	        .TcpOffloadForwardCompleteHandler = offload_forward_complete,
	        .TcpOffloadEventHandler = offload_tcp_event,
	        .TcpOffloadReceiveIndicateHandler = offload_receive_indicate,
	};
	(void)context;
	NDIS_STATUS status = NdisSetOptionalHandlers(driver, (PNDIS_DRIVER_OPTIONAL_HANDLERS)&generic);
	if (status == NDIS_STATUS_SUCCESS)
		status = NdisSetOptionalHandlers(driver, (PNDIS_DRIVER_OPTIONAL_HANDLERS)&tcp);
	return status;
}
