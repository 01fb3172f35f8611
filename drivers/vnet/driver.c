/* DriverEntry, attributes, initialize and halt, OIDs, status. */
#include "vnet.h"

static NDIS_HANDLE Driver;
DRIVER_INITIALIZE DriverEntry;
static const NDIS_OID Oids[] = {OID_GEN_CURRENT_PACKET_FILTER, OID_GEN_CURRENT_LOOKAHEAD,  OID_GEN_XMIT_OK,          OID_GEN_RCV_OK,
                                OID_802_3_MULTICAST_LIST,      OID_TCP_OFFLOAD_PARAMETERS, OID_OFFLOAD_ENCAPSULATION};

/* ------------------------------------------------------------------------------------------------------------------------ status */
VOID VnetIndicate(VNET_ADAPTER *Adapter, NDIS_STATUS Code, PVOID Buffer, ULONG Size)
{
	NDIS_STATUS_INDICATION Indication;

	NdisZeroMemory(&Indication, sizeof(Indication));
	Indication.Header.Type = NDIS_OBJECT_TYPE_STATUS_INDICATION;
	Indication.Header.Revision = NDIS_STATUS_INDICATION_REVISION_1;
	Indication.Header.Size = NDIS_SIZEOF_STATUS_INDICATION_REVISION_1;
	Indication.SourceHandle = Adapter->Handle;
	Indication.StatusCode = Code;
	Indication.StatusBuffer = Buffer;
	Indication.StatusBufferSize = Size;
	NdisMIndicateStatusEx(Adapter->Handle, &Indication);
}

VOID VnetIndicateLink(VNET_ADAPTER *Adapter, BOOLEAN Up)
{
	NDIS_LINK_STATE Link;

	NdisZeroMemory(&Link, sizeof(Link));
	Link.Header.Type = NDIS_OBJECT_TYPE_DEFAULT;
	Link.Header.Revision = NDIS_LINK_STATE_REVISION_1;
	Link.Header.Size = NDIS_SIZEOF_LINK_STATE_REVISION_1;
	Link.MediaConnectState = Up ? MediaConnectStateConnected : MediaConnectStateDisconnected;
	Link.MediaDuplexState = Up ? MediaDuplexStateFull : MediaDuplexStateUnknown;
	Link.XmitLinkSpeed = Link.RcvLinkSpeed = Up ? 10000000000ull : NDIS_LINK_SPEED_UNKNOWN;
	Link.PauseFunctions = NdisPauseFunctionsUnsupported;
	VnetIndicate(Adapter, NDIS_STATUS_LINK_STATE, &Link, sizeof(Link));
}

/* -------------------------------------------------------------------------------------------------------------------- attributes */
static VOID FillOffload(NDIS_OFFLOAD *Offload, BOOLEAN Csum4, BOOLEAN Csum6)
{
	NdisZeroMemory(Offload, sizeof(*Offload));
	Offload->Header.Type = NDIS_OBJECT_TYPE_OFFLOAD;
	Offload->Header.Revision = NDIS_OFFLOAD_REVISION_6;
	Offload->Header.Size = NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_6;
	if (Csum4) {
		Offload->Checksum.IPv4Transmit.Encapsulation = NDIS_ENCAPSULATION_IEEE_802_3;
		Offload->Checksum.IPv4Transmit.IpOptionsSupported = NDIS_OFFLOAD_SUPPORTED;
		Offload->Checksum.IPv4Transmit.TcpOptionsSupported = NDIS_OFFLOAD_SUPPORTED;
		Offload->Checksum.IPv4Transmit.TcpChecksum = NDIS_OFFLOAD_SUPPORTED;
	}
	if (Csum6) {
		Offload->Checksum.IPv6Transmit.Encapsulation = NDIS_ENCAPSULATION_IEEE_802_3;
		Offload->Checksum.IPv6Transmit.IpExtensionHeadersSupported = NDIS_OFFLOAD_SUPPORTED;
		Offload->Checksum.IPv6Transmit.TcpOptionsSupported = NDIS_OFFLOAD_SUPPORTED;
		Offload->Checksum.IPv6Transmit.TcpChecksum = NDIS_OFFLOAD_SUPPORTED;
	}
}

static NDIS_STATUS SetRegistration(VNET_ADAPTER *Adapter)
{
	NDIS_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES r;

	NdisZeroMemory(&r, sizeof(r));
	r.Header.Type = NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES;
	r.Header.Revision = NDIS_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES_REVISION_2;
	r.Header.Size = NDIS_SIZEOF_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES_REVISION_2;
	r.MiniportAdapterContext = Adapter;
	r.AttributeFlags = NDIS_MINIPORT_ATTRIBUTES_HARDWARE_DEVICE | NDIS_MINIPORT_ATTRIBUTES_BUS_MASTER;
	r.InterfaceType = NdisInterfacePci;
	return NdisMSetMiniportAttributes(Adapter->Handle, (PNDIS_MINIPORT_ADAPTER_ATTRIBUTES)&r);
}

static NDIS_STATUS SetGeneral(VNET_ADAPTER *Adapter)
{
	NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES g;

	NdisZeroMemory(&g, sizeof(g));
	g.Header.Type = NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES;
	g.Header.Revision = NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES_REVISION_2;
	g.Header.Size = NDIS_SIZEOF_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES_REVISION_2;
	g.MediaType = NdisMedium802_3;
	g.PhysicalMediumType = NdisPhysicalMedium802_3;
	g.MtuSize = VNET_FRAME - 14;
	g.MaxXmitLinkSpeed = g.MaxRcvLinkSpeed = 10000000000ull;
	Adapter->Link = VnetDeviceLink(Adapter);
	g.XmitLinkSpeed = g.RcvLinkSpeed = Adapter->Link ? 10000000000ull : NDIS_LINK_SPEED_UNKNOWN;
	g.MediaConnectState = Adapter->Link ? MediaConnectStateConnected : MediaConnectStateDisconnected;
	g.MediaDuplexState = Adapter->Link ? MediaDuplexStateFull : MediaDuplexStateUnknown;
	g.LookaheadSize = VNET_FRAME - 14;
	g.MacOptions = NDIS_MAC_OPTION_COPY_LOOKAHEAD_DATA | NDIS_MAC_OPTION_TRANSFERS_NOT_PEND | NDIS_MAC_OPTION_NO_LOOPBACK;
	g.SupportedPacketFilters = NDIS_PACKET_TYPE_DIRECTED | NDIS_PACKET_TYPE_MULTICAST | NDIS_PACKET_TYPE_ALL_MULTICAST |
	                           NDIS_PACKET_TYPE_BROADCAST | NDIS_PACKET_TYPE_PROMISCUOUS;
	g.MaxMulticastListSize = 32;
	g.MacAddressLength = 6;
	NdisMoveMemory(g.PermanentMacAddress, Adapter->Mac, 6);
	NdisMoveMemory(g.CurrentMacAddress, Adapter->Mac, 6);
	g.AccessType = NET_IF_ACCESS_BROADCAST;
	g.DirectionType = NET_IF_DIRECTION_SENDRECEIVE;
	g.ConnectionType = NET_IF_CONNECTION_DEDICATED;
	g.IfType = IF_TYPE_ETHERNET_CSMACD;
	g.IfConnectorPresent = TRUE;
	g.SupportedOidList = (PNDIS_OID)Oids;
	g.SupportedOidListLength = sizeof(Oids);
	return NdisMSetMiniportAttributes(Adapter->Handle, (PNDIS_MINIPORT_ADAPTER_ATTRIBUTES)&g);
}

/* Is a checksum keyword on for transmit? 0 disabled, 1 transmit, 2 receive, 3 both; absent or anything else: as the INF's default. */
static BOOLEAN Keyword(NDIS_HANDLE Configuration, PCWSTR Name)
{
	PNDIS_CONFIGURATION_PARAMETER Parameter;
	NDIS_STRING Keyword;
	NDIS_STATUS Status;

	NdisInitUnicodeString(&Keyword, Name);
	NdisReadConfiguration(&Status, &Parameter, Configuration, &Keyword, NdisParameterInteger);
	if (Status != NDIS_STATUS_SUCCESS || Parameter->ParameterType != NdisParameterInteger || Parameter->ParameterData.IntegerData > 3)
		return TRUE;
	return Parameter->ParameterData.IntegerData & 1;
}

static NDIS_STATUS ReadKeywords(VNET_ADAPTER *Adapter)
{
	NDIS_CONFIGURATION_OBJECT Object;
	NDIS_HANDLE Configuration;
	NDIS_STATUS Status;

	NdisZeroMemory(&Object, sizeof(Object));
	Object.Header.Type = NDIS_OBJECT_TYPE_CONFIGURATION_OBJECT;
	Object.Header.Revision = NDIS_CONFIGURATION_OBJECT_REVISION_1;
	Object.Header.Size = NDIS_SIZEOF_CONFIGURATION_OBJECT_REVISION_1;
	Object.NdisHandle = Adapter->Handle;
	Status = NdisOpenConfigurationEx(&Object, &Configuration);
	if (Status != NDIS_STATUS_SUCCESS)
		return Status;
	Adapter->Csum4 = (Adapter->Features & VNET_F_CSUM) && Keyword(Configuration, L"*TCPChecksumOffloadIPv4");
	Adapter->Csum6 = (Adapter->Features & VNET_F_CSUM) && Keyword(Configuration, L"*TCPChecksumOffloadIPv6");
	NdisCloseConfiguration(Configuration);
	return NDIS_STATUS_SUCCESS;
}

static NDIS_STATUS SetOffload(VNET_ADAPTER *Adapter)
{
	NDIS_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES a;
	const BOOLEAN Can = !!(Adapter->Features & VNET_F_CSUM);
	NDIS_OFFLOAD Task, Hardware;

	FillOffload(&Task, Adapter->Csum4, Adapter->Csum6);
	FillOffload(&Hardware, Can, Can);
	NdisZeroMemory(&a, sizeof(a));
	a.Header.Type = NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES;
	a.Header.Revision = NDIS_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES_REVISION_1;
	a.Header.Size = NDIS_SIZEOF_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES_REVISION_1;
	a.DefaultOffloadConfiguration = &Task;
	a.HardwareOffloadCapabilities = &Hardware;
	return NdisMSetMiniportAttributes(Adapter->Handle, (PNDIS_MINIPORT_ADAPTER_ATTRIBUTES)&a);
}

/* -------------------------------------------------------------------------------------------------------------------------- life */
/* NDIS wants one with its DMA registration; every frame is copied, so no list is ever built. */
static VOID NTAPI NoList(PDEVICE_OBJECT Device, PVOID Reserved, PSCATTER_GATHER_LIST List, PVOID Context)
{
	UNREFERENCED_PARAMETER(Device);
	UNREFERENCED_PARAMETER(Reserved);
	UNREFERENCED_PARAMETER(List);
	UNREFERENCED_PARAMETER(Context);
}

static NDIS_STATUS RegisterDma(VNET_ADAPTER *Adapter)
{
	NDIS_SG_DMA_DESCRIPTION d;

	NdisZeroMemory(&d, sizeof(d));
	d.Header.Type = NDIS_OBJECT_TYPE_SG_DMA_DESCRIPTION;
	d.Header.Revision = NDIS_SG_DMA_DESCRIPTION_REVISION_1;
	d.Header.Size = NDIS_SIZEOF_SG_DMA_DESCRIPTION_REVISION_1;
	d.Flags = NDIS_SG_DMA_64_BIT_ADDRESS;
	d.MaximumPhysicalMapping = VNET_SLOT_BYTES;
	d.ProcessSGListHandler = NoList;
	return NdisMRegisterScatterGatherDma(Adapter->Handle, &d, &Adapter->Dma);
}

/* From any point of initialization. */
static VOID Release(VNET_ADAPTER *Adapter)
{
	VnetDeviceReset(Adapter);
	if (Adapter->Interrupt != NULL)
		NdisMDeregisterInterruptEx(Adapter->Interrupt);
	VnetDataFree(Adapter);
	if (Adapter->Dma != NULL)
		NdisMDeregisterScatterGatherDma(Adapter->Dma);
	if (Adapter->Bar != NULL)
		NdisMUnmapIoSpace(Adapter->Handle, Adapter->Bar, Adapter->BarLength);
	NdisFreeSpinLock(&Adapter->TxLock);
	NdisFreeSpinLock(&Adapter->RxLock);
	NdisFreeMemory(Adapter, 0, 0);
}

static NDIS_STATUS NTAPI Initialize(NDIS_HANDLE Handle, NDIS_HANDLE DriverContext, PNDIS_MINIPORT_INIT_PARAMETERS Parameters)
{
	VNET_ADAPTER *Adapter = NdisAllocateMemoryWithTagPriority(Handle, sizeof(*Adapter), VNET_TAG, NormalPoolPriority);
	NDIS_STATUS Status;

	UNREFERENCED_PARAMETER(DriverContext);
	if (Adapter == NULL)
		return NDIS_STATUS_RESOURCES;
	NdisZeroMemory(Adapter, sizeof(*Adapter));
	Adapter->Handle = Handle;
	NdisAllocateSpinLock(&Adapter->TxLock);
	NdisAllocateSpinLock(&Adapter->RxLock);
	Status = SetRegistration(Adapter);
	if (Status == NDIS_STATUS_SUCCESS)
		Status = VnetDeviceFind(Adapter, Parameters->AllocatedResources);
	if (Status == NDIS_STATUS_SUCCESS)
		Status = VnetDeviceNegotiate(Adapter);
	if (Status == NDIS_STATUS_SUCCESS)
		Status = ReadKeywords(Adapter);
	if (Status == NDIS_STATUS_SUCCESS)
		Status = SetGeneral(Adapter);
	if (Status == NDIS_STATUS_SUCCESS)
		Status = SetOffload(Adapter);
	if (Status == NDIS_STATUS_SUCCESS)
		Status = RegisterDma(Adapter);
	if (Status == NDIS_STATUS_SUCCESS)
		Status = VnetDataAllocate(Adapter);
	if (Status == NDIS_STATUS_SUCCESS)
		Status = VnetInterruptRegister(Adapter);
	if (Status == NDIS_STATUS_SUCCESS)
		Status = VnetDeviceQueues(Adapter);
	if (Status != NDIS_STATUS_SUCCESS) {
		DbgPrintEx(DPFLTR_IHVNETWORK_ID, DPFLTR_ERROR_LEVEL, "vnet: initialization failed: 0x%08lx\n", Status);
		Release(Adapter);
		return Status;
	}
	VnetDataStart(Adapter);
	return NDIS_STATUS_SUCCESS;
}

static VOID NTAPI Halt(NDIS_HANDLE Context, NDIS_HALT_ACTION Action)
{
	UNREFERENCED_PARAMETER(Action);
	Release(Context);
}

static VOID NTAPI Shutdown(NDIS_HANDLE Context, NDIS_SHUTDOWN_ACTION Action)
{
	UNREFERENCED_PARAMETER(Action);
	NdisWriteRegisterUchar(((VNET_ADAPTER *)Context)->Common + 20, 0); /* the device touches no memory any more */
}

static VOID NTAPI PnpEvent(NDIS_HANDLE Context, PNET_DEVICE_PNP_EVENT Event)
{
	UNREFERENCED_PARAMETER(Context);
	UNREFERENCED_PARAMETER(Event);
}

/* -------------------------------------------------------------------------------------------------------------------------- OIDs */
static VOID Turn(BOOLEAN *Switch, UCHAR Wish, BOOLEAN Can)
{
	if (Wish == NDIS_OFFLOAD_PARAMETERS_TX_RX_DISABLED || Wish == NDIS_OFFLOAD_PARAMETERS_RX_ENABLED_TX_DISABLED)
		*Switch = FALSE;
	else if (Wish != NDIS_OFFLOAD_PARAMETERS_NO_CHANGE)
		*Switch = Can;
}

static VOID Report(VNET_ADAPTER *Adapter)
{
	NDIS_OFFLOAD Task;

	FillOffload(&Task, Adapter->Csum4, Adapter->Csum6);
	VnetIndicate(Adapter, NDIS_STATUS_TASK_OFFLOAD_CURRENT_CONFIG, &Task, NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_6);
}

static NDIS_STATUS Set(VNET_ADAPTER *Adapter, PNDIS_OID_REQUEST Request)
{
	const ULONG Length = Request->DATA.SET_INFORMATION.InformationBufferLength;
	const PVOID Data = Request->DATA.SET_INFORMATION.InformationBuffer;
	const NDIS_OFFLOAD_PARAMETERS *Parameters = Data;
	const BOOLEAN Can = !!(Adapter->Features & VNET_F_CSUM);

	switch (Request->DATA.SET_INFORMATION.Oid) {
	case OID_GEN_CURRENT_PACKET_FILTER:
		if (Length < sizeof(ULONG))
			return NDIS_STATUS_INVALID_LENGTH;
		Adapter->Filter = *(const ULONG *)Data; /* the device lets all in; what is above filters */
		break;
	case OID_TCP_OFFLOAD_PARAMETERS:
		if (!Can)
			return NDIS_STATUS_NOT_SUPPORTED;
		if (Length < NDIS_SIZEOF_OFFLOAD_PARAMETERS_REVISION_1)
			return NDIS_STATUS_INVALID_LENGTH;
		Turn(&Adapter->Csum4, Parameters->TCPIPv4Checksum, Can);
		Turn(&Adapter->Csum6, Parameters->TCPIPv6Checksum, Can);
		Report(Adapter);
		break;
	case OID_OFFLOAD_ENCAPSULATION:
		if (!Can)
			return NDIS_STATUS_NOT_SUPPORTED;
		Report(Adapter);
		break;
	case OID_GEN_CURRENT_LOOKAHEAD:
	case OID_802_3_MULTICAST_LIST:
		break;
	default:
		return NDIS_STATUS_NOT_SUPPORTED;
	}
	Request->DATA.SET_INFORMATION.BytesRead = Length;
	return NDIS_STATUS_SUCCESS;
}

static NDIS_STATUS Query(VNET_ADAPTER *Adapter, PNDIS_OID_REQUEST Request)
{
	ULONG64 Value;

	switch (Request->DATA.QUERY_INFORMATION.Oid) {
	case OID_GEN_XMIT_OK:
		Value = Adapter->Sent;
		break;
	case OID_GEN_RCV_OK:
		Value = Adapter->Received;
		break;
	default:
		return NDIS_STATUS_NOT_SUPPORTED;
	}
	if (Request->DATA.QUERY_INFORMATION.InformationBufferLength < sizeof(Value)) {
		Request->DATA.QUERY_INFORMATION.BytesNeeded = sizeof(Value);
		return NDIS_STATUS_BUFFER_TOO_SHORT;
	}
	NdisMoveMemory(Request->DATA.QUERY_INFORMATION.InformationBuffer, &Value, sizeof(Value));
	Request->DATA.QUERY_INFORMATION.BytesWritten = sizeof(Value);
	return NDIS_STATUS_SUCCESS;
}

static NDIS_STATUS NTAPI Oid(NDIS_HANDLE Context, PNDIS_OID_REQUEST Request)
{
	switch (Request->RequestType) {
	case NdisRequestSetInformation:
		return Set(Context, Request);
	case NdisRequestQueryInformation:
	case NdisRequestQueryStatistics:
		return Query(Context, Request);
	default:
		return NDIS_STATUS_NOT_SUPPORTED;
	}
}

/* No request ever pends. */
static VOID NTAPI CancelOid(NDIS_HANDLE Context, PVOID Id)
{
	UNREFERENCED_PARAMETER(Context);
	UNREFERENCED_PARAMETER(Id);
}

static VOID NTAPI Unload(PDRIVER_OBJECT DriverObject)
{
	UNREFERENCED_PARAMETER(DriverObject);
	NdisMDeregisterMiniportDriver(Driver);
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
	NDIS_MINIPORT_DRIVER_CHARACTERISTICS c;

	NdisZeroMemory(&c, sizeof(c));
	c.Header.Type = NDIS_OBJECT_TYPE_MINIPORT_DRIVER_CHARACTERISTICS;
	c.Header.Revision = NDIS_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_3;
	c.Header.Size = NDIS_SIZEOF_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_3;
	c.MajorNdisVersion = NDIS_MINIPORT_MAJOR_VERSION;
	c.MinorNdisVersion = NDIS_MINIPORT_MINOR_VERSION;
	c.MajorDriverVersion = 1;
	c.InitializeHandlerEx = Initialize;
	c.HaltHandlerEx = Halt;
	c.UnloadHandler = Unload;
	c.PauseHandler = VnetPause;
	c.RestartHandler = VnetRestart;
	c.OidRequestHandler = Oid;
	c.CancelOidRequestHandler = CancelOid;
	c.SendNetBufferListsHandler = VnetSend;
	c.ReturnNetBufferListsHandler = VnetReturn;
	c.CancelSendHandler = VnetCancelSend;
	c.DevicePnPEventNotifyHandler = PnpEvent;
	c.ShutdownHandlerEx = Shutdown;
	return NdisMRegisterMiniportDriver(DriverObject, RegistryPath, NULL, &c, &Driver);
}
