/*
 * The stack's chimney handlers: without both sets registered in ProtocolSetOptions NDIS keeps the chimney shut above this protocol
 * (connection-offload.md 3.2). This stack initiates nothing, so whatever a driver completes or indicates through them was never begun: it
 * is told to the user by name, and what a handler must answer says "not mine".
 */
#include "tcpip/stack.h"

static void uncalled(const char *what)
{
	nt_finding("chimney", "%s: no connection was offloaded", what);
}

static void NTAPI initiate_complete(NDIS_HANDLE c, PNDIS_PROTOCOL_OFFLOAD_BLOCK_LIST l)
{
	(void)c, (void)l, uncalled("NdisMInitiateOffloadComplete");
}
static void NTAPI terminate_complete(NDIS_HANDLE c, PNDIS_PROTOCOL_OFFLOAD_BLOCK_LIST l)
{
	(void)c, (void)l, uncalled("NdisMTerminateOffloadComplete");
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
static void NTAPI event_indicate(NDIS_HANDLE c, PNDIS_PROTOCOL_OFFLOAD_BLOCK_LIST l, ULONG code)
{
	(void)c, (void)l, (void)code, uncalled("NdisMOffloadEventIndicate");
}
static void NTAPI send_complete(NDIS_HANDLE c, PNET_BUFFER_LIST l)
{
	(void)c, (void)l, uncalled("NdisTcpOffloadSendComplete");
}
static void NTAPI receive_complete(NDIS_HANDLE c, PNET_BUFFER_LIST l)
{
	(void)c, (void)l, uncalled("NdisTcpOffloadReceiveComplete");
}
static void NTAPI disconnect_complete(NDIS_HANDLE c, PNET_BUFFER_LIST l)
{
	(void)c, (void)l, uncalled("NdisTcpOffloadDisconnectComplete");
}
static void NTAPI forward_complete(NDIS_HANDLE c, PNET_BUFFER_LIST l)
{
	(void)c, (void)l, uncalled("NdisTcpOffloadForwardComplete");
}
static void NTAPI tcp_event(PVOID c, ULONG type, ULONG information)
{
	(void)c, (void)type, (void)information, uncalled("NdisTcpOffloadEventHandler");
}
static NDIS_STATUS NTAPI tcp_receive(PVOID c, PNET_BUFFER_LIST l, NDIS_STATUS status, PULONG consumed)
{
	(void)c, (void)l, (void)status;
	*consumed = 0;
	uncalled("NdisTcpOffloadReceiveHandler");
	return NDIS_STATUS_NOT_ACCEPTED;
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
	        .TcpOffloadSendCompleteHandler = send_complete,
	        .TcpOffloadReceiveCompleteHandler = receive_complete,
	        .TcpOffloadDisconnectCompleteHandler = disconnect_complete,
	        .TcpOffloadForwardCompleteHandler = forward_complete,
	        .TcpOffloadEventHandler = tcp_event,
	        .TcpOffloadReceiveIndicateHandler = tcp_receive,
	};
	(void)context;
	NDIS_STATUS status = NdisSetOptionalHandlers(driver, (PNDIS_DRIVER_OPTIONAL_HANDLERS)&generic);
	if (status == NDIS_STATUS_SUCCESS)
		status = NdisSetOptionalHandlers(driver, (PNDIS_DRIVER_OPTIONAL_HANDLERS)&tcp);
	return status;
}
