/*
 * ndis_script: a genuine miniport without hardware that does what the test wrote into `script` (ndis_script.h): which version it registers,
 * which attributes it reports in which order, how it answers OIDs. Its stack copies are overwritten after every call, so that NDIS may not
 * look at them later (RP-036).
 */
#include <ndis.h>
#include <ndischimney.h>
#include "ndis_script.h"

#define EXPORTED __declspec(dllexport)

EXPORTED struct ndis_script script;
static ULONG context = 0x7363;
DRIVER_INITIALIZE DriverEntry;

typedef NDIS_STATUS oid_hook(NDIS_OID_REQUEST *r);
typedef void event_hook(ULONG event, void *argument);

static void seen(ULONG event, ULONG detail, void *argument)
{
	ULONG n = (ULONG)InterlockedIncrement((volatile LONG *)&script.seen_count) - 1;
	if (n < SCRIPT_SEEN) {
		script.seen[n] = event;
		script.seen_irql[n] = KeGetCurrentIrql();
		script.seen_detail[n] = detail;
	}
	if (script.on_event)
		((event_hook *)script.on_event)(event, argument);
}

static ULONG version(void)
{
	return script.version ? script.version : 0x00060054;
}

/* ---- levers the test pulls: each is a call of the driver's, through its import table */
EXPORTED void script_indicate(ULONG code, void *buffer, ULONG bytes)
{
	NDIS_STATUS_INDICATION s;
	NdisZeroMemory(&s, sizeof s);
	s.Header.Type = NDIS_OBJECT_TYPE_STATUS_INDICATION;
	s.Header.Revision = NDIS_STATUS_INDICATION_REVISION_1;
	s.Header.Size = NDIS_SIZEOF_STATUS_INDICATION_REVISION_1;
	s.SourceHandle = script.adapter;
	s.StatusCode = (NDIS_STATUS)code;
	s.StatusBuffer = buffer;
	s.StatusBufferSize = bytes;
	NdisMIndicateStatusEx(script.adapter, &s);
}
EXPORTED void script_indicate_raw(NDIS_STATUS_INDICATION *s)
{
	NdisMIndicateStatusEx(script.adapter, s);
}
EXPORTED void script_complete_oid(void *request, NDIS_STATUS status)
{
	NdisMOidRequestComplete(script.adapter, request, status);
}
EXPORTED void script_complete_direct(void *request, NDIS_STATUS status)
{
	NdisMDirectOidRequestComplete(script.adapter, request, status);
}
EXPORTED void script_pause_complete(void)
{
	NdisMPauseComplete(script.adapter);
}
EXPORTED void script_restart_complete(NDIS_STATUS status)
{
	NdisMRestartComplete(script.adapter, status);
}
EXPORTED void script_reset_complete(NDIS_STATUS status, ULONG addressing)
{
	NdisMResetComplete(script.adapter, status, (BOOLEAN)addressing);
}
EXPORTED NDIS_STATUS script_set_attributes(void *p)
{
	return NdisMSetMiniportAttributes(script.adapter, p);
}
/* Opens its configuration, reads one value as `type`; *integer or text[] take the result. */
EXPORTED NDIS_STATUS script_read(PWSTR keyword, ULONG type, ULONG *integer, PWSTR text, ULONG text_max)
{
	NDIS_CONFIGURATION_OBJECT o = {
	        {NDIS_OBJECT_TYPE_CONFIGURATION_OBJECT, NDIS_CONFIGURATION_OBJECT_REVISION_1, NDIS_SIZEOF_CONFIGURATION_OBJECT_REVISION_1},
	        script.adapter,
	        0};
	PNDIS_CONFIGURATION_PARAMETER p;
	NDIS_HANDLE h;
	NDIS_STRING k;
	NDIS_STATUS status = NdisOpenConfigurationEx(&o, &h);
	if (status != NDIS_STATUS_SUCCESS)
		return status;
	NdisInitUnicodeString(&k, keyword);
	NdisReadConfiguration(&status, &p, h, &k, (NDIS_PARAMETER_TYPE)type);
	if (status == NDIS_STATUS_SUCCESS && (p->ParameterType == NdisParameterInteger || p->ParameterType == NdisParameterHexInteger)) {
		*integer = p->ParameterData.IntegerData;
	} else if (status == NDIS_STATUS_SUCCESS && text) {
		ULONG n = p->ParameterData.StringData.Length / sizeof(WCHAR);
		for (ULONG i = 0; i < n && i + 1 < text_max; i++)
			text[i] = p->ParameterData.StringData.Buffer[i];
		text[n < text_max ? n : text_max - 1] = 0;
	}
	NdisCloseConfiguration(h);
	return status;
}
EXPORTED NDIS_STATUS script_write(PWSTR keyword, ULONG type, ULONG integer, PWSTR text)
{
	NDIS_CONFIGURATION_OBJECT o = {
	        {NDIS_OBJECT_TYPE_CONFIGURATION_OBJECT, NDIS_CONFIGURATION_OBJECT_REVISION_1, NDIS_SIZEOF_CONFIGURATION_OBJECT_REVISION_1},
	        script.adapter,
	        0};
	NDIS_CONFIGURATION_PARAMETER p;
	NDIS_HANDLE h;
	NDIS_STRING k;
	NDIS_STATUS status = NdisOpenConfigurationEx(&o, &h);
	if (status != NDIS_STATUS_SUCCESS)
		return status;
	NdisInitUnicodeString(&k, keyword);
	p.ParameterType = (NDIS_PARAMETER_TYPE)type;
	p.ParameterData.IntegerData = integer;
	if (text)
		NdisInitUnicodeString(&p.ParameterData.StringData, text);
	NdisWriteConfiguration(&status, h, &k, &p);
	NdisCloseConfiguration(h);
	return status;
}
/* Subkey by name or (name NULL) by index; reads `value` in it as an integer. */
EXPORTED NDIS_STATUS script_subkey(PWSTR name, ULONG index, PWSTR found, PWSTR value, ULONG *integer)
{
	NDIS_CONFIGURATION_OBJECT o = {
	        {NDIS_OBJECT_TYPE_CONFIGURATION_OBJECT, NDIS_CONFIGURATION_OBJECT_REVISION_1, NDIS_SIZEOF_CONFIGURATION_OBJECT_REVISION_1},
	        script.adapter,
	        0};
	PNDIS_CONFIGURATION_PARAMETER p;
	NDIS_HANDLE h, sub;
	NDIS_STRING k;
	NDIS_STATUS status = NdisOpenConfigurationEx(&o, &h);
	if (status != NDIS_STATUS_SUCCESS)
		return status;
	if (name) {
		NdisInitUnicodeString(&k, name);
		NdisOpenConfigurationKeyByName(&status, h, &k, &sub);
	} else {
		k.Buffer = found;
		k.Length = 0;
		k.MaximumLength = 64;
		NdisOpenConfigurationKeyByIndex(&status, h, index, &k, &sub);
		if (status == NDIS_STATUS_SUCCESS)
			found[k.Length / sizeof(WCHAR)] = 0;
	}
	if (status == NDIS_STATUS_SUCCESS) {
		NdisInitUnicodeString(&k, value);
		NdisReadConfiguration(&status, &p, sub, &k, NdisParameterInteger);
		if (status == NDIS_STATUS_SUCCESS)
			*integer = p->ParameterData.IntegerData;
		NdisCloseConfiguration(sub);
	}
	NdisCloseConfiguration(h);
	return status;
}
EXPORTED NDIS_STATUS script_address(UCHAR *out, ULONG *length)
{
	NDIS_CONFIGURATION_OBJECT o = {
	        {NDIS_OBJECT_TYPE_CONFIGURATION_OBJECT, NDIS_CONFIGURATION_OBJECT_REVISION_1, NDIS_SIZEOF_CONFIGURATION_OBJECT_REVISION_1},
	        script.adapter,
	        0};
	NDIS_HANDLE h;
	PVOID address;
	UINT n;
	NDIS_STATUS status = NdisOpenConfigurationEx(&o, &h);
	if (status != NDIS_STATUS_SUCCESS)
		return status;
	NdisReadNetworkAddress(&status, &address, &n, h);
	*length = 0;
	if (status == NDIS_STATUS_SUCCESS) {
		*length = n;
		NdisMoveMemory(out, address, n);
	}
	NdisCloseConfiguration(h);
	return status;
}

/* ---- attributes */
static NDIS_STATUS registration(void)
{
	NDIS_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES r;
	NDIS_STATUS status;
	NdisZeroMemory(&r, sizeof r);
	r.Header.Type = NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES;
	r.Header.Revision = version() >= 0x0006001e ? 2 : 1;
	r.Header.Size = NDIS_SIZEOF_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES_REVISION_1;
	r.MiniportAdapterContext = &context;
	r.AttributeFlags = script.attribute_flags;
	r.CheckForHangTimeInSeconds = script.check_for_hang;
	r.InterfaceType = NdisInterfaceInternal;
	status = NdisMSetMiniportAttributes(script.adapter, (PNDIS_MINIPORT_ADAPTER_ATTRIBUTES)&r);
	NdisFillMemory(&r, sizeof r, 0xEE);
	return status;
}
static NDIS_STATUS general(void)
{
	NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES g;
	NDIS_OID list[24];
	NDIS_STATUS status;
	NdisZeroMemory(&g, sizeof g);
	g.Header.Type = NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES;
	g.Header.Revision = version() >= 0x00060014 ? 2 : 1;
	g.Header.Size = version() >= 0x00060014 ? NDIS_SIZEOF_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES_REVISION_2
	                                        : NDIS_SIZEOF_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES_REVISION_1;
	g.MediaType = NdisMedium802_3;
	g.PhysicalMediumType = NdisPhysicalMedium802_3;
	g.MtuSize = 1500;
	g.MaxXmitLinkSpeed = g.XmitLinkSpeed = g.MaxRcvLinkSpeed = g.RcvLinkSpeed = 10000000000ull;
	g.MediaConnectState = MediaConnectStateConnected;
	g.MediaDuplexState = MediaDuplexStateFull;
	g.LookaheadSize = 1514;
	g.MacOptions = NDIS_MAC_OPTION_NO_LOOPBACK;
	g.SupportedPacketFilters = NDIS_PACKET_TYPE_DIRECTED | NDIS_PACKET_TYPE_BROADCAST | NDIS_PACKET_TYPE_MULTICAST;
	g.MaxMulticastListSize = 32;
	g.MacAddressLength = 6;
	g.PermanentMacAddress[0] = g.CurrentMacAddress[0] = 2;
	g.PermanentMacAddress[5] = g.CurrentMacAddress[5] = 7;
	g.AccessType = NET_IF_ACCESS_BROADCAST;
	g.DirectionType = NET_IF_DIRECTION_SENDRECEIVE;
	g.ConnectionType = NET_IF_CONNECTION_DEDICATED;
	g.IfType = 6;
	g.IfConnectorPresent = TRUE;
	NdisMoveMemory(list, script.supported, sizeof list);
	g.SupportedOidList = list;
	g.SupportedOidListLength = script.supported_count * sizeof(NDIS_OID);
	status = NdisMSetMiniportAttributes(script.adapter, (PNDIS_MINIPORT_ADAPTER_ATTRIBUTES)&g);
	NdisFillMemory(&g, sizeof g, 0xEE);
	NdisFillMemory(list, sizeof list, 0xEE);
	return status;
}
static NDIS_STATUS offload(void)
{
	NDIS_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES o;
	__declspec(align(8)) UCHAR copies[4][SCRIPT_BYTES];
	NDIS_STATUS status;
	NdisZeroMemory(&o, sizeof o);
	o.Header.Type = NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES;
	o.Header.Revision = NDIS_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES_REVISION_1;
	o.Header.Size = NDIS_SIZEOF_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES_REVISION_1;
	for (ULONG i = 0; i < 4; i++)
		NdisMoveMemory(copies[i], script.offload[i].bytes, SCRIPT_BYTES);
	o.DefaultOffloadConfiguration = script.offload[0].given ? (void *)copies[0] : NULL;
	o.HardwareOffloadCapabilities = script.offload[1].given ? (void *)copies[1] : NULL;
	o.DefaultTcpConnectionOffloadConfiguration = script.offload[2].given ? (void *)copies[2] : NULL;
	o.TcpConnectionOffloadHardwareCapabilities = script.offload[3].given ? (void *)copies[3] : NULL;
	status = NdisMSetMiniportAttributes(script.adapter, (PNDIS_MINIPORT_ADAPTER_ATTRIBUTES)&o);
	NdisFillMemory(&o, sizeof o, 0xEE);
	NdisFillMemory(copies, sizeof copies, 0xEE);
	return status;
}
static NDIS_STATUS raw(struct script_call *c)
{
	__declspec(align(8)) UCHAR copy[SCRIPT_BYTES];
	NDIS_STATUS status;
	NdisMoveMemory(copy, c->bytes, sizeof copy);
	status = NdisMSetMiniportAttributes(script.adapter, (PNDIS_MINIPORT_ADAPTER_ATTRIBUTES)copy);
	NdisFillMemory(copy, sizeof copy, 0xEE);
	return status;
}
static NDIS_STATUS perform(struct script_call *c)
{
	switch (c->kind) {
	case SCRIPT_REGISTRATION:
		return registration();
	case SCRIPT_GENERAL:
		return general();
	case SCRIPT_OFFLOAD:
		return offload();
	case SCRIPT_RAW:
		return raw(c);
	case SCRIPT_GUARDED:
		return NdisMSetMiniportAttributes(script.adapter, c->pointer);
	case SCRIPT_INDICATE:
		script_indicate(c->code, c->size ? c->bytes : NULL, c->size);
		return NDIS_STATUS_SUCCESS;
	}
	return NDIS_STATUS_INVALID_PARAMETER;
}

/* ---- callbacks */
static MINIPORT_INITIALIZE initialize;
static NDIS_STATUS initialize(NDIS_HANDLE h, NDIS_HANDLE dc, PNDIS_MINIPORT_INIT_PARAMETERS p)
{
	PNDIS_OFFLOAD_EVENT_HANDLERS handlers;
	script.adapter = h;
	script.init_ifindex = p->IfIndex;
	script.init_param_size = p->Header.Size;
	script.init_resources = p->AllocatedResources ? p->AllocatedResources->Count : 0;
	for (ULONG i = 0; i < script.calls; i++)
		script.call[i].result = (unsigned)perform(&script.call[i]);
	if (script.leak) {
		NDIS_CONFIGURATION_OBJECT o = {{NDIS_OBJECT_TYPE_CONFIGURATION_OBJECT, NDIS_CONFIGURATION_OBJECT_REVISION_1,
		                                NDIS_SIZEOF_CONFIGURATION_OBJECT_REVISION_1},
		                               h,
		                               0};
		NDIS_HANDLE c;
		NdisOpenConfigurationEx(&o, &c);
	}
	if (script.chimney_tcp) {
		script.offload_handlers_status = (unsigned)NdisMGetOffloadHandlers(h, NdisTcpChimneyOffload, &handlers);
		script.offload_handlers_size = handlers ? handlers->Header.Size : 0;
	}
	seen(SEEN_INITIALIZE, 0, p);
	return (NDIS_STATUS)script.initialize_status;
}
static MINIPORT_HALT halt;
static void halt(NDIS_HANDLE c, NDIS_HALT_ACTION a)
{
	seen(SEEN_HALT, a, NULL);
}
static MINIPORT_PAUSE pause;
static NDIS_STATUS pause(NDIS_HANDLE c, PNDIS_MINIPORT_PAUSE_PARAMETERS p)
{
	seen(SEEN_PAUSE, p->PauseReason, NULL);
	return (NDIS_STATUS)script.pause_status;
}
static MINIPORT_RESTART restart;
static NDIS_STATUS restart(NDIS_HANDLE c, PNDIS_MINIPORT_RESTART_PARAMETERS p)
{
	seen(SEEN_RESTART, 0, p);
	return (NDIS_STATUS)script.restart_status;
}
static MINIPORT_OID_REQUEST oid_request;
static NDIS_STATUS oid_request(NDIS_HANDLE c, PNDIS_OID_REQUEST r)
{
	ULONG n = (ULONG)InterlockedIncrement((volatile LONG *)&script.oid_count) - 1;
	NDIS_STATUS status;
	if (n < SCRIPT_SEEN) {
		script.oids[n] = r->DATA.QUERY_INFORMATION.Oid;
		script.oid_types[n] = r->RequestType;
	}
	if (InterlockedIncrement((volatile LONG *)&script.oid_inside) > 1 || script.pending_request)
		script.oid_overlap = 1;
	InterlockedIncrement((volatile LONG *)&script.oid_calls);
	seen(SEEN_OID, r->DATA.QUERY_INFORMATION.Oid, r);
	status = script.on_oid ? ((oid_hook *)script.on_oid)(r) : (NDIS_STATUS)script.oid_status;
	InterlockedDecrement((volatile LONG *)&script.oid_inside);
	return status;
}
static MINIPORT_CANCEL_OID_REQUEST cancel_oid;
static void cancel_oid(NDIS_HANDLE c, PVOID id)
{
	seen(SEEN_OID_CANCEL, 0, id);
}
static MINIPORT_DIRECT_OID_REQUEST direct;
static NDIS_STATUS direct(NDIS_HANDLE c, PNDIS_OID_REQUEST r)
{
	script.direct_calls++;
	seen(SEEN_DIRECT, r->DATA.QUERY_INFORMATION.Oid, r);
	if (script.oid_status == (unsigned)NDIS_STATUS_PENDING)
		script.pending_direct = r;
	return (NDIS_STATUS)script.oid_status;
}
static MINIPORT_CANCEL_DIRECT_OID_REQUEST cancel_direct;
static void cancel_direct(NDIS_HANDLE c, PVOID id)
{
}
static MINIPORT_SYNCHRONOUS_OID_REQUEST synchronous;
static NDIS_STATUS synchronous(NDIS_HANDLE c, PNDIS_OID_REQUEST r)
{
	script.synchronous_calls++;
	seen(SEEN_SYNCHRONOUS, r->DATA.METHOD_INFORMATION.Oid, r);
	return (NDIS_STATUS)script.oid_status;
}
static MINIPORT_CHECK_FOR_HANG check;
static BOOLEAN check(NDIS_HANDLE c)
{
	BOOLEAN hang = (BOOLEAN)script.hang;
	script.hang = 0;
	seen(SEEN_CHECK, hang, NULL);
	return hang;
}
static MINIPORT_RESET reset;
static NDIS_STATUS reset(NDIS_HANDLE c, PBOOLEAN addressing)
{
	*addressing = (BOOLEAN)script.addressing_reset;
	seen(SEEN_RESET, 0, NULL);
	return (NDIS_STATUS)script.reset_status;
}
static MINIPORT_DEVICE_PNP_EVENT_NOTIFY pnp_event;
static void pnp_event(NDIS_HANDLE c, PNET_DEVICE_PNP_EVENT e)
{
	seen(SEEN_PNP, e->DevicePnPEvent, NULL);
}
static MINIPORT_SHUTDOWN shutdown;
static void shutdown(NDIS_HANDLE c, NDIS_SHUTDOWN_ACTION a)
{
	seen(SEEN_SHUTDOWN, a, NULL);
}
static MINIPORT_SEND_NET_BUFFER_LISTS send;
static void send(NDIS_HANDLE c, PNET_BUFFER_LIST l, NDIS_PORT_NUMBER p, ULONG f)
{
	for (PNET_BUFFER_LIST n = l; n; n = NET_BUFFER_LIST_NEXT_NBL(n))
		NET_BUFFER_LIST_STATUS(n) = NDIS_STATUS_SUCCESS;
	NdisMSendNetBufferListsComplete(script.adapter, l, 0);
}
static MINIPORT_RETURN_NET_BUFFER_LISTS returned;
static void returned(NDIS_HANDLE c, PNET_BUFFER_LIST l, ULONG f)
{
}
static MINIPORT_CANCEL_SEND cancel_send;
static void cancel_send(NDIS_HANDLE c, PVOID id)
{
}

/* ---- PnP characteristics */
static MINIPORT_ADD_DEVICE add_device;
static NDIS_STATUS add_device(NDIS_HANDLE h, NDIS_HANDLE dc)
{
	script.add_device_handle = h;
	if (script.add_device_attributes) {
		NDIS_MINIPORT_ADD_DEVICE_REGISTRATION_ATTRIBUTES a;
		NdisZeroMemory(&a, sizeof a);
		a.Header.Type = NDIS_OBJECT_TYPE_MINIPORT_ADD_DEVICE_REGISTRATION_ATTRIBUTES;
		a.Header.Revision = NDIS_MINIPORT_ADD_DEVICE_REGISTRATION_ATTRIBUTES_REVISION_1;
		a.Header.Size = NDIS_SIZEOF_MINIPORT_ADD_DEVICE_REGISTRATION_ATTRIBUTES_REVISION_1;
		a.MiniportAddDeviceContext = &context;
		NdisMSetMiniportAttributes(h, (PNDIS_MINIPORT_ADAPTER_ATTRIBUTES)&a);
	}
	seen(SEEN_ADD_DEVICE, 0, NULL);
	return (NDIS_STATUS)script.add_device_status;
}
static MINIPORT_REMOVE_DEVICE remove_device;
static void remove_device(NDIS_HANDLE c)
{
	seen(SEEN_REMOVE_DEVICE, c == &context, NULL);
}
static MINIPORT_PNP_IRP filter_requirements;
static NDIS_STATUS filter_requirements(NDIS_HANDLE c, PIRP irp)
{
	seen(SEEN_FILTER, 0, irp);
	return NDIS_STATUS_SUCCESS;
}
static MINIPORT_PNP_IRP start_device;
static NDIS_STATUS start_device(NDIS_HANDLE c, PIRP irp)
{
	seen(SEEN_START_DEVICE, c == &context, irp);
	return NDIS_STATUS_SUCCESS;
}

/* ---- chimney: no connection is ever accepted */
static void NTAPI initiate(NDIS_HANDLE c, PNDIS_MINIPORT_OFFLOAD_BLOCK_LIST l)
{
}
static NDIS_STATUS NTAPI tcp_io(NDIS_HANDLE c, PVOID o, PNET_BUFFER_LIST l)
{
	return NDIS_STATUS_FAILURE;
}
static NDIS_STATUS NTAPI tcp_disconnect(NDIS_HANDLE c, PVOID o, PNET_BUFFER_LIST l, ULONG f)
{
	return NDIS_STATUS_FAILURE;
}
static NDIS_STATUS NTAPI tcp_return(NDIS_HANDLE c, PNET_BUFFER_LIST l)
{
	return NDIS_STATUS_SUCCESS;
}

static MINIPORT_SET_OPTIONS set_options;
static NDIS_STATUS set_options(NDIS_HANDLE d, NDIS_HANDLE c)
{
	if (script.pnp) {
		NDIS_MINIPORT_PNP_CHARACTERISTICS p;
		NdisZeroMemory(&p, sizeof p);
		p.Header.Type = NDIS_OBJECT_TYPE_MINIPORT_PNP_CHARACTERISTICS;
		p.Header.Revision = NDIS_MINIPORT_PNP_CHARACTERISTICS_REVISION_1;
		p.Header.Size = NDIS_SIZEOF_MINIPORT_PNP_CHARACTERISTICS_REVISION_1;
		p.MiniportAddDeviceHandler = add_device;
		p.MiniportRemoveDeviceHandler = remove_device;
		p.MiniportFilterResourceRequirementsHandler = filter_requirements;
		p.MiniportStartDeviceHandler = start_device;
		NdisSetOptionalHandlers(d, (PNDIS_DRIVER_OPTIONAL_HANDLERS)&p);
	}
	if (script.chimney_generic) {
		NDIS_PROVIDER_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS g;
		NdisZeroMemory(&g, sizeof g);
		g.Header.Type = NDIS_OBJECT_TYPE_PROVIDER_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS;
		g.Header.Revision = 1;
		g.Header.Size = sizeof g;
		g.InitiateOffloadHandler = (W_INITIATE_OFFLOAD_HANDLER)initiate;
		g.TerminateOffloadHandler = (W_TERMINATE_OFFLOAD_HANDLER)initiate;
		g.UpdateOffloadHandler = (W_UPDATE_OFFLOAD_HANDLER)initiate;
		g.InvalidateOffloadHandler = (W_INVALIDATE_OFFLOAD_HANDLER)initiate;
		g.QueryOffloadHandler = (W_QUERY_OFFLOAD_HANDLER)initiate;
		NdisSetOptionalHandlers(d, (PNDIS_DRIVER_OPTIONAL_HANDLERS)&g);
	}
	if (script.chimney_tcp) {
		NDIS_PROVIDER_CHIMNEY_OFFLOAD_TCP_CHARACTERISTICS t;
		NdisZeroMemory(&t, sizeof t);
		t.Header.Type = NDIS_OBJECT_TYPE_PROVIDER_CHIMNEY_OFFLOAD_CHARACTERISTICS;
		t.Header.Revision = 1;
		t.Header.Size = sizeof t;
		t.OffloadType = NdisTcpChimneyOffload;
		t.TcpOffloadSendHandler = (W_TCP_OFFLOAD_SEND_HANDLER)tcp_io;
		t.TcpOffloadReceiveHandler = (W_TCP_OFFLOAD_RECEIVE_HANDLER)tcp_io;
		t.TcpOffloadDisconnectHandler = (W_TCP_OFFLOAD_DISCONNECT_HANDLER)tcp_disconnect;
		t.TcpOffloadForwardHandler = (W_TCP_OFFLOAD_FORWARD_HANDLER)tcp_io;
		t.TcpOffloadReceiveReturnHandler = (W_TCP_OFFLOAD_RECEIVE_RETURN_HANDLER)tcp_return;
		NdisSetOptionalHandlers(d, (PNDIS_DRIVER_OPTIONAL_HANDLERS)&t);
	}
	seen(SEEN_SET_OPTIONS, 0, NULL);
	return (NDIS_STATUS)script.set_options_status;
}
static MINIPORT_UNLOAD unload;
static void unload(PDRIVER_OBJECT o)
{
	seen(SEEN_UNLOAD, 0, NULL);
	NdisMDeregisterMiniportDriver(script.driver);
}

/* Registers when the test says so: DriverEntry runs before a test can reach `script`. */
static PDRIVER_OBJECT object;
static UNICODE_STRING path;
EXPORTED NDIS_STATUS script_register(void)
{
	NDIS_MINIPORT_DRIVER_CHARACTERISTICS c;
	ULONG v = version();
	NDIS_STATUS status;
	NdisZeroMemory(&c, sizeof c);
	c.Header.Type = NDIS_OBJECT_TYPE_MINIPORT_DRIVER_CHARACTERISTICS;
	c.Header.Revision = v >= 0x00060050 ? 3 : v >= 0x00060001 ? 2 : 1;
	c.Header.Size = v >= 0x00060050   ? NDIS_SIZEOF_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_3
	                : v >= 0x00060001 ? NDIS_SIZEOF_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_2
	                                  : NDIS_SIZEOF_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_1;
	if (script.chars_revision)
		c.Header.Revision = (UCHAR)script.chars_revision;
	if (script.chars_size)
		c.Header.Size = (USHORT)script.chars_size;
	c.MajorNdisVersion = (UCHAR)(v >> 16);
	c.MinorNdisVersion = (UCHAR)v;
	c.MajorDriverVersion = 1;
	c.SetOptionsHandler = set_options;
	c.InitializeHandlerEx = initialize;
	c.HaltHandlerEx = script.no_halt ? NULL : halt;
	c.UnloadHandler = unload;
	c.PauseHandler = pause;
	c.RestartHandler = restart;
	c.OidRequestHandler = oid_request;
	c.SendNetBufferListsHandler = send;
	c.ReturnNetBufferListsHandler = returned;
	c.CancelSendHandler = cancel_send;
	c.CheckForHangHandlerEx = script.no_check ? NULL : check;
	c.ResetHandlerEx = script.no_reset ? NULL : reset;
	c.DevicePnPEventNotifyHandler = pnp_event;
	c.ShutdownHandlerEx = shutdown;
	c.CancelOidRequestHandler = cancel_oid;
	c.DirectOidRequestHandler = script.no_direct ? NULL : direct;
	c.CancelDirectOidRequestHandler = cancel_direct;
	c.SynchronousOidRequestHandler = synchronous;
	status = NdisMRegisterMiniportDriver(object, &path, NULL, &c, &script.driver);
	script.register_status = (unsigned)status;
	seen(SEEN_REGISTERED, status, NULL);
	return status;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT o, PUNICODE_STRING p)
{
	object = o;
	path = *p;
	return STATUS_SUCCESS;
}
