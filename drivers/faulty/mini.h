/*
 * mini: a whole small miniport without hardware, right in everything, that each file beside it makes wrong in one way. Its cable is cut:
 * what it is sent is completed and goes nowhere.
 *
 * A file defines one or more of the FAULT_* hooks below and includes this header; the result is one .sys. A hook sees `adapter` (struct
 * mini_adapter *) where there is one. What is not defined is the right thing.
 *
 *   FAULT_ENTRY()                 first in DriverEntry; may return
 *   FAULT_INITIALIZE(adapter)     in MiniportInitializeEx, before any attribute is set
 *   FAULT_BEFORE_OFFLOAD(adapter) ... after the general attributes
 *   FAULT_OFFLOAD(adapter)        statement that replaces the offload attributes call
 *   FAULT_AFTER_OFFLOAD(adapter)
 *   FAULT_RESTART(adapter), FAULT_PAUSE(adapter), FAULT_HALT(adapter), FAULT_UNLOAD()
 *   FAULT_OID(adapter, request)   first in MiniportOidRequest; may return
 *   FAULT_TASK(offload)           after the task offloads to be reported were filled in
 *   FAULT_SEND(adapter, nbls, flags)   first in MiniportSendNetBufferLists; may return. `flags`: for the completion
 *   FAULT_RETURN(adapter, nbls)   first in MiniportReturnNetBufferLists; may return
 *
 * MINI_FRAMES, defined before: the driver can receive. mini_frame() makes a broadcast frame of a protocol that nobody speaks,
 * mini_indicate() hands it up, mini_frame_free() is what a return does.
 */
#pragma once
#include <ndis.h>

#define MINI_TAG 'inim'

struct mini_adapter {
	NDIS_HANDLE ndis, pool;
	ULONG filter;
	volatile LONG once; /* for faults that are committed once */
};
static NDIS_HANDLE mini_driver;
DRIVER_INITIALIZE DriverEntry;
static const NDIS_OID mini_oids[] = {
        OID_GEN_CURRENT_PACKET_FILTER, OID_GEN_CURRENT_LOOKAHEAD,  OID_GEN_STATISTICS,       OID_GEN_XMIT_OK, OID_GEN_RCV_OK,
        OID_802_3_MULTICAST_LIST,      OID_TCP_OFFLOAD_PARAMETERS, OID_OFFLOAD_ENCAPSULATION};

static NDIS_STATUS mini_set_registration(NDIS_HANDLE handle, struct mini_adapter *adapter)
{
	NDIS_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES r;
	NdisZeroMemory(&r, sizeof r);
	r.Header.Type = NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES;
	r.Header.Revision = NDIS_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES_REVISION_2;
	r.Header.Size = NDIS_SIZEOF_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES_REVISION_2;
	r.MiniportAdapterContext = adapter;
	r.AttributeFlags = NDIS_MINIPORT_ATTRIBUTES_NDIS_WDM | NDIS_MINIPORT_ATTRIBUTES_NO_PAUSE_ON_SUSPEND;
	r.InterfaceType = NdisInterfaceInternal;
	return NdisMSetMiniportAttributes(handle, (PNDIS_MINIPORT_ADAPTER_ATTRIBUTES)&r);
}

static NDIS_STATUS mini_set_general(NDIS_HANDLE handle)
{
	static const UCHAR mac[6] = {0x02, 0xf1, 0xe0, 0xfa, 0x01, 0x7e};
	NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES g;
	NdisZeroMemory(&g, sizeof g);
	g.Header.Type = NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES;
	g.Header.Revision = NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES_REVISION_2;
	g.Header.Size = NDIS_SIZEOF_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES_REVISION_2;
	g.MediaType = NdisMedium802_3;
	g.PhysicalMediumType = NdisPhysicalMediumUnspecified;
	g.MtuSize = 1500;
	g.MaxXmitLinkSpeed = g.XmitLinkSpeed = g.MaxRcvLinkSpeed = g.RcvLinkSpeed = 1000000000ull;
	g.MediaConnectState = MediaConnectStateConnected;
	g.MediaDuplexState = MediaDuplexStateFull;
	g.LookaheadSize = 1500;
	g.MacOptions = NDIS_MAC_OPTION_NO_LOOPBACK;
	g.SupportedPacketFilters = NDIS_PACKET_TYPE_DIRECTED | NDIS_PACKET_TYPE_MULTICAST | NDIS_PACKET_TYPE_BROADCAST;
	g.MaxMulticastListSize = 32;
	g.MacAddressLength = 6;
	NdisMoveMemory(g.PermanentMacAddress, mac, 6);
	NdisMoveMemory(g.CurrentMacAddress, mac, 6);
	g.AccessType = NET_IF_ACCESS_BROADCAST;
	g.DirectionType = NET_IF_DIRECTION_SENDRECEIVE;
	g.ConnectionType = NET_IF_CONNECTION_DEDICATED;
	g.IfType = IF_TYPE_ETHERNET_CSMACD;
	g.SupportedOidList = (PNDIS_OID)mini_oids;
	g.SupportedOidListLength = sizeof mini_oids;
	return NdisMSetMiniportAttributes(handle, (PNDIS_MINIPORT_ADAPTER_ATTRIBUTES)&g);
}

static void mini_fill_task(NDIS_OFFLOAD *o)
{
	NdisZeroMemory(o, sizeof *o);
	o->Header.Type = NDIS_OBJECT_TYPE_OFFLOAD;
	o->Header.Revision = NDIS_OFFLOAD_REVISION_6;
	o->Header.Size = NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_6;
	o->Checksum.IPv4Transmit.Encapsulation = NDIS_ENCAPSULATION_IEEE_802_3;
	o->Checksum.IPv4Transmit.IpOptionsSupported = NDIS_OFFLOAD_SUPPORTED;
	o->Checksum.IPv4Transmit.TcpOptionsSupported = NDIS_OFFLOAD_SUPPORTED;
	o->Checksum.IPv4Transmit.TcpChecksum = NDIS_OFFLOAD_SUPPORTED;
	o->Checksum.IPv4Transmit.IpChecksum = NDIS_OFFLOAD_SUPPORTED;
#ifdef FAULT_TASK
	FAULT_TASK(o);
#endif
}

static void mini_fill_connection(NDIS_TCP_CONNECTION_OFFLOAD *c)
{
	NdisZeroMemory(c, sizeof *c);
	c->Header.Type = NDIS_OBJECT_TYPE_DEFAULT;
	c->Header.Revision = NDIS_TCP_CONNECTION_OFFLOAD_REVISION_1;
	c->Header.Size = NDIS_SIZEOF_TCP_CONNECTION_OFFLOAD_REVISION_1;
	c->Encapsulation = NDIS_ENCAPSULATION_IEEE_802_3;
	c->SupportIPv4 = NDIS_OFFLOAD_SUPPORTED;
	c->TcpConnectionOffloadCapacity = 64;
}

static void mini_offload_header(NDIS_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES *a)
{
	NdisZeroMemory(a, sizeof *a);
	a->Header.Type = NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES;
	a->Header.Revision = NDIS_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES_REVISION_1;
	a->Header.Size = NDIS_SIZEOF_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES_REVISION_1;
}

__attribute__((unused)) static NDIS_STATUS mini_set_offload(NDIS_HANDLE handle)
{
	NDIS_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES a;
	NDIS_OFFLOAD task;
	NDIS_TCP_CONNECTION_OFFLOAD connection;
	mini_offload_header(&a);
	mini_fill_task(&task);
	mini_fill_connection(&connection);
	a.DefaultOffloadConfiguration = a.HardwareOffloadCapabilities = &task;
	a.DefaultTcpConnectionOffloadConfiguration = a.TcpConnectionOffloadHardwareCapabilities = &connection;
	return NdisMSetMiniportAttributes(handle, (PNDIS_MINIPORT_ADAPTER_ATTRIBUTES)&a);
}

#ifdef MINI_FRAMES
#define MINI_FRAME_BYTES 2048
static void mini_frame_free(PNET_BUFFER_LIST nbl)
{
	PMDL mdl = NET_BUFFER_FIRST_MDL(NET_BUFFER_LIST_FIRST_NB(nbl));
	PVOID data = MmGetSystemAddressForMdlSafe(mdl, NormalPagePriority);
	NdisFreeNetBufferList(nbl);
	NdisFreeMdl(mdl);
	NdisFreeMemory(data, 0, 0);
}

__attribute__((unused)) static PNET_BUFFER_LIST mini_frame(struct mini_adapter *adapter, ULONG length)
{
	UCHAR *data = NdisAllocateMemoryWithTagPriority(adapter->ndis, MINI_FRAME_BYTES, MINI_TAG, NormalPoolPriority);
	PNET_BUFFER_LIST nbl;
	NdisZeroMemory(data, MINI_FRAME_BYTES);
	NdisFillMemory(data, 6, 0xff);
	data[6] = 0x02;
	data[12] = 0x88; /* local experimental */
	data[13] = 0xb5;
	nbl = NdisAllocateNetBufferAndNetBufferList(adapter->pool, 0, 0, NdisAllocateMdl(adapter->ndis, data, MINI_FRAME_BYTES), 0, length);
	nbl->SourceHandle = adapter->ndis;
	return nbl;
}

__attribute__((unused)) static void mini_indicate(struct mini_adapter *adapter, PNET_BUFFER_LIST nbl, ULONG count)
{
	NdisMIndicateReceiveNetBufferLists(adapter->ndis, nbl, NDIS_DEFAULT_PORT_NUMBER, count, 0);
}

static NDIS_HANDLE mini_make_pool(NDIS_HANDLE handle)
{
	NET_BUFFER_LIST_POOL_PARAMETERS p;
	NdisZeroMemory(&p, sizeof p);
	p.Header.Type = NDIS_OBJECT_TYPE_DEFAULT;
	p.Header.Revision = NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1;
	p.Header.Size = NDIS_SIZEOF_NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1;
	p.fAllocateNetBuffer = TRUE;
	p.PoolTag = MINI_TAG;
	return NdisAllocateNetBufferListPool(handle, &p);
}
#endif

static NDIS_STATUS mini_initialize(NDIS_HANDLE handle, NDIS_HANDLE driver_context, PNDIS_MINIPORT_INIT_PARAMETERS parameters)
{
	struct mini_adapter *adapter = NdisAllocateMemoryWithTagPriority(handle, sizeof *adapter, MINI_TAG, NormalPoolPriority);
	NDIS_STATUS status;
	(void)driver_context, (void)parameters;
	if (!adapter)
		return NDIS_STATUS_RESOURCES;
	NdisZeroMemory(adapter, sizeof *adapter);
	adapter->ndis = handle;
	DbgPrint("mini: initializing\n");
#ifdef MINI_FRAMES
	adapter->pool = mini_make_pool(handle);
#endif
#ifdef FAULT_INITIALIZE
	FAULT_INITIALIZE(adapter);
#endif
	status = mini_set_registration(handle, adapter);
	if (status == NDIS_STATUS_SUCCESS)
		status = mini_set_general(handle);
#ifdef FAULT_BEFORE_OFFLOAD
	FAULT_BEFORE_OFFLOAD(adapter);
#endif
#ifdef FAULT_OFFLOAD
	FAULT_OFFLOAD(adapter);
#else
	if (status == NDIS_STATUS_SUCCESS)
		status = mini_set_offload(handle);
#endif
#ifdef FAULT_AFTER_OFFLOAD
	FAULT_AFTER_OFFLOAD(adapter);
#endif
	if (status != NDIS_STATUS_SUCCESS)
		NdisFreeMemory(adapter, 0, 0);
	return status;
}

static void mini_halt(NDIS_HANDLE context, NDIS_HALT_ACTION action)
{
	struct mini_adapter *adapter = context;
	(void)action;
#ifdef FAULT_HALT
	FAULT_HALT(adapter);
#endif
#ifdef MINI_FRAMES
	NdisFreeNetBufferListPool(adapter->pool);
#endif
	NdisFreeMemory(adapter, 0, 0);
}

static NDIS_STATUS mini_pause(NDIS_HANDLE context, PNDIS_MINIPORT_PAUSE_PARAMETERS parameters)
{
	struct mini_adapter *adapter = context;
	(void)adapter, (void)parameters;
#ifdef FAULT_PAUSE
	FAULT_PAUSE(adapter);
#endif
	return NDIS_STATUS_SUCCESS;
}

static NDIS_STATUS mini_restart(NDIS_HANDLE context, PNDIS_MINIPORT_RESTART_PARAMETERS parameters)
{
	struct mini_adapter *adapter = context;
	(void)adapter, (void)parameters;
#ifdef FAULT_RESTART
	FAULT_RESTART(adapter);
#endif
	return NDIS_STATUS_SUCCESS;
}

static NDIS_STATUS mini_oid(NDIS_HANDLE context, PNDIS_OID_REQUEST request)
{
	struct mini_adapter *adapter = context;
	ULONG *written = (ULONG *)&request->DATA.QUERY_INFORMATION.BytesWritten;
#ifdef FAULT_OID
	FAULT_OID(adapter, request);
#endif
	if (request->RequestType == NdisRequestSetInformation) {
		ULONG length = request->DATA.SET_INFORMATION.InformationBufferLength;
		switch (request->DATA.SET_INFORMATION.Oid) {
		case OID_GEN_CURRENT_PACKET_FILTER:
			if (length < sizeof(ULONG))
				return NDIS_STATUS_INVALID_LENGTH;
			adapter->filter = *(ULONG *)request->DATA.SET_INFORMATION.InformationBuffer;
			/* fallthrough */
		case OID_GEN_CURRENT_LOOKAHEAD:
		case OID_802_3_MULTICAST_LIST:
		case OID_OFFLOAD_ENCAPSULATION:
			request->DATA.SET_INFORMATION.BytesRead = length;
			return NDIS_STATUS_SUCCESS;
		}
		return NDIS_STATUS_NOT_SUPPORTED;
	}
	if (request->RequestType == NdisRequestQueryInformation || request->RequestType == NdisRequestQueryStatistics) {
		ULONG64 zero = 0;
		switch (request->DATA.QUERY_INFORMATION.Oid) {
		case OID_GEN_XMIT_OK:
		case OID_GEN_RCV_OK:
			if (request->DATA.QUERY_INFORMATION.InformationBufferLength < sizeof zero) {
				request->DATA.QUERY_INFORMATION.BytesNeeded = sizeof zero;
				return NDIS_STATUS_BUFFER_TOO_SHORT;
			}
			NdisMoveMemory(request->DATA.QUERY_INFORMATION.InformationBuffer, &zero, sizeof zero);
			*written = sizeof zero;
			return NDIS_STATUS_SUCCESS;
		}
	}
	return NDIS_STATUS_NOT_SUPPORTED;
}

static void mini_cancel_oid(NDIS_HANDLE context, PVOID id)
{
	(void)context, (void)id;
}

static void mini_send(NDIS_HANDLE context, PNET_BUFFER_LIST nbls, NDIS_PORT_NUMBER port, ULONG flags)
{
	struct mini_adapter *adapter = context;
	(void)port;
	flags = flags & NDIS_SEND_FLAGS_DISPATCH_LEVEL ? NDIS_SEND_COMPLETE_FLAGS_DISPATCH_LEVEL : 0;
#ifdef FAULT_SEND
	FAULT_SEND(adapter, nbls, flags);
#endif
	for (PNET_BUFFER_LIST n = nbls; n; n = NET_BUFFER_LIST_NEXT_NBL(n))
		NET_BUFFER_LIST_STATUS(n) = NDIS_STATUS_SUCCESS; /* no wire: sent into the void, as a disconnected cable would */
	NdisMSendNetBufferListsComplete(adapter->ndis, nbls, flags);
}

static void mini_return(NDIS_HANDLE context, PNET_BUFFER_LIST nbls, ULONG flags)
{
	struct mini_adapter *adapter = context;
	(void)adapter, (void)flags;
#ifdef FAULT_RETURN
	FAULT_RETURN(adapter, nbls);
#endif
#ifdef MINI_FRAMES
	for (PNET_BUFFER_LIST next; nbls; nbls = next) {
		next = NET_BUFFER_LIST_NEXT_NBL(nbls);
		mini_frame_free(nbls);
	}
#else
	(void)nbls;
#endif
}

static void mini_cancel_send(NDIS_HANDLE context, PVOID id)
{
	(void)context, (void)id;
}

static void mini_pnp_event(NDIS_HANDLE context, PNET_DEVICE_PNP_EVENT event)
{
	(void)context, (void)event;
}

static void mini_shutdown(NDIS_HANDLE context, NDIS_SHUTDOWN_ACTION action)
{
	(void)context, (void)action;
}

static void mini_unload(PDRIVER_OBJECT driver)
{
	(void)driver;
#ifdef FAULT_UNLOAD
	FAULT_UNLOAD();
#endif
	NdisMDeregisterMiniportDriver(mini_driver);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING registry_path)
{
	NDIS_MINIPORT_DRIVER_CHARACTERISTICS c;
#ifdef FAULT_ENTRY
	FAULT_ENTRY();
#endif
	NdisZeroMemory(&c, sizeof c);
	c.Header.Type = NDIS_OBJECT_TYPE_MINIPORT_DRIVER_CHARACTERISTICS;
	c.Header.Revision = NDIS_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_3;
	c.Header.Size = NDIS_SIZEOF_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_3;
	c.MajorNdisVersion = NDIS_MINIPORT_MAJOR_VERSION;
	c.MinorNdisVersion = NDIS_MINIPORT_MINOR_VERSION;
	c.MajorDriverVersion = 1;
	c.InitializeHandlerEx = mini_initialize;
	c.HaltHandlerEx = mini_halt;
	c.UnloadHandler = mini_unload;
	c.PauseHandler = mini_pause;
	c.RestartHandler = mini_restart;
	c.OidRequestHandler = mini_oid;
	c.SendNetBufferListsHandler = mini_send;
	c.ReturnNetBufferListsHandler = mini_return;
	c.CancelSendHandler = mini_cancel_send;
	c.DevicePnPEventNotifyHandler = mini_pnp_event;
	c.ShutdownHandlerEx = mini_shutdown;
	c.CancelOidRequestHandler = mini_cancel_oid;
	return NdisMRegisterMiniportDriver(driver, registry_path, NULL, &c, &mini_driver);
}
