/*
 * The registry: standardized keywords (enumeration-keywords, using-registry-values-to-enable-and-disable-task-offloading,
 * ...-connection-offloading) and the few others a NIC has. A value outside the documented list counts as the default; an absent one as
 * well. Every granular offload keyword is read, displayed or not; a grouped checksum keyword counts only for granular ones that are absent.
 */
#include "toe.h"

#define KEYWORD_TYPES L"TunnelTypes"
#define KEYWORD_PORT  L"*VxlanUDPPortNumber"

static BOOLEAN Read(NDIS_HANDLE Configuration, PCWSTR Name, ULONG Max, ULONG *Value)
{
	PNDIS_CONFIGURATION_PARAMETER Parameter;
	NDIS_STRING Keyword;
	NDIS_STATUS Status;

	NdisInitUnicodeString(&Keyword, Name);
	NdisReadConfiguration(&Status, &Parameter, Configuration, &Keyword, NdisParameterInteger);
	if (Status != NDIS_STATUS_SUCCESS || Parameter->ParameterType != NdisParameterInteger || Parameter->ParameterData.IntegerData > Max)
		return FALSE;
	*Value = Parameter->ParameterData.IntegerData;
	return TRUE;
}

typedef struct _TOE_KEYWORD {
	PCWSTR Name;
	PCWSTR Grouped; /* checksum: the keyword that counts when this one is absent */
	USHORT Offset;  /* of the UCHAR in TOE_SETTINGS */
	UCHAR Max, Default;
	USHORT Since; /* NDIS version */
} TOE_KEYWORD;
#define AT(Member) FIELD_OFFSET(TOE_SETTINGS, Member)

/* For checksums the keyword's 1 Tx, 2 Rx, 3 both are TOE_TX and TOE_RX. */
static const TOE_KEYWORD Keywords[] = {
        {L"*IPChecksumOffloadIPv4", L"*TCPUDPChecksumOffloadIPv4", AT(IpCsum4), 3, 3, 600},
        {L"*TCPChecksumOffloadIPv4", L"*TCPUDPChecksumOffloadIPv4", AT(TcpCsum4), 3, 3, 600},
        {L"*UDPChecksumOffloadIPv4", L"*TCPUDPChecksumOffloadIPv4", AT(UdpCsum4), 3, 3, 600},
        {L"*TCPChecksumOffloadIPv6", L"*TCPUDPChecksumOffloadIPv6", AT(TcpCsum6), 3, 3, 600},
        {L"*UDPChecksumOffloadIPv6", L"*TCPUDPChecksumOffloadIPv6", AT(UdpCsum6), 3, 3, 600},
        {L"*LsoV1IPv4", NULL, AT(LsoV1), 1, 1, 600},
        {L"*LsoV2IPv4", NULL, AT(LsoV2Ip4), 1, 1, 600},
        {L"*LsoV2IPv6", NULL, AT(LsoV2Ip6), 1, 1, 600},
        {L"*UsoIPv4", NULL, AT(Uso4), 1, 1, 683},
        {L"*UsoIPv6", NULL, AT(Uso6), 1, 1, 683},
        {L"*RscIPv4", NULL, AT(Rsc4), 1, 1, 630},
        {L"*RscIPv6", NULL, AT(Rsc6), 1, 1, 630},
        {L"*TCPConnectionOffloadIPv4", NULL, AT(Conn4), 1, 1, 600},
        {L"*TCPConnectionOffloadIPv6", NULL, AT(Conn6), 1, 1, 600},
};

static VOID ReadOffloads(NDIS_HANDLE Configuration, TOE_SETTINGS *Settings)
{
	ULONG i, Value;

	for (i = 0; i < RTL_NUMBER_OF(Keywords); i++) {
		const TOE_KEYWORD *Keyword = &Keywords[i];
		Value = Keyword->Default;
		if (ToeDriver.Version->Version >= Keyword->Since && !Read(Configuration, Keyword->Name, Keyword->Max, &Value) &&
		    Keyword->Grouped != NULL)
			Read(Configuration, Keyword->Grouped, Keyword->Max, &Value);
		*((PUCHAR)Settings + Keyword->Offset) = (UCHAR)Value;
	}
	/* NDIS keeps the switch, we keep which types (ToeKeywordsPersist): the standardized keyword has no place for them. */
	Value = 1;
	Read(Configuration, L"*EncapsulatedPacketTaskOffload", 1, &Value);
	if (Value) {
		Value = NDIS_ENCAPSULATION_TYPE_GRE_MAC | NDIS_ENCAPSULATION_TYPE_VXLAN;
		if (!Read(Configuration, KEYWORD_TYPES, NDIS_ENCAPSULATION_TYPE_GRE_MAC | NDIS_ENCAPSULATION_TYPE_VXLAN, &Value) ||
		    Value == 0)
			Value = NDIS_ENCAPSULATION_TYPE_GRE_MAC | NDIS_ENCAPSULATION_TYPE_VXLAN;
	}
	Settings->TunnelTypes = (UCHAR)Value;
	Settings->TunnelRequested = FALSE;
	Value = TOE_VXLAN_PORT;
	if (!Read(Configuration, KEYWORD_PORT, 65535, &Value) || Value == 0)
		Value = TOE_VXLAN_PORT;
	Settings->VxlanPort = Settings->VxlanPortKeyword = (USHORT)Value;
}

/* NetworkAddress overrides the permanent address; a multicast or zero address is ignored. */
static VOID ReadAddress(NDIS_HANDLE Configuration, TOE_ADAPTER *Adapter)
{
	static const UCHAR Zero[6];
	PUCHAR Address;
	NDIS_STATUS Status;
	UINT Length;

	NdisMoveMemory(Adapter->State.MacAddress, Adapter->PermanentAddress, 6);
	NdisReadNetworkAddress(&Status, (PVOID *)&Address, &Length, Configuration);
	if (Status == NDIS_STATUS_SUCCESS && Length == 6 && !(Address[0] & 1) && !RtlEqualMemory(Address, Zero, 6))
		NdisMoveMemory(Adapter->State.MacAddress, Address, 6);
}

static NDIS_STATUS Open(TOE_ADAPTER *Adapter, PNDIS_HANDLE Configuration)
{
	NDIS_CONFIGURATION_OBJECT Object;

	NdisZeroMemory(&Object, sizeof(Object));
	Object.Header.Type = NDIS_OBJECT_TYPE_CONFIGURATION_OBJECT;
	Object.Header.Revision = NDIS_CONFIGURATION_OBJECT_REVISION_1;
	Object.Header.Size = NDIS_SIZEOF_CONFIGURATION_OBJECT_REVISION_1;
	Object.NdisHandle = Adapter->Handle;
	return NdisOpenConfigurationEx(&Object, Configuration);
}

static VOID Write(NDIS_HANDLE Configuration, PCWSTR Name, ULONG Value)
{
	NDIS_CONFIGURATION_PARAMETER Parameter;
	NDIS_STRING Keyword;
	NDIS_STATUS Status;

	NdisInitUnicodeString(&Keyword, Name);
	Parameter.ParameterType = NdisParameterInteger;
	Parameter.ParameterData.IntegerData = Value;
	NdisWriteConfiguration(&Status, Configuration, &Keyword, &Parameter);
}

static VOID NTAPI PersistWorker(PVOID WorkItemContext, NDIS_HANDLE NdisIoWorkItemHandle)
{
	TOE_ADAPTER *Adapter = WorkItemContext;
	NDIS_HANDLE Configuration;
	TOE_SETTINGS Settings;

	UNREFERENCED_PARAMETER(NdisIoWorkItemHandle);
	NdisAcquireSpinLock(&Adapter->Lock);
	Adapter->PersistQueued = FALSE;
	Settings = Adapter->State.Settings;
	NdisReleaseSpinLock(&Adapter->Lock);
	if (!Adapter->Halting && Open(Adapter, &Configuration) == NDIS_STATUS_SUCCESS) {
		if (Settings.TunnelTypes != 0)
			Write(Configuration, KEYWORD_TYPES, Settings.TunnelTypes);
		Write(Configuration, KEYWORD_PORT, Settings.VxlanPort);
		NdisCloseConfiguration(Configuration);
	}
	NdisAcquireSpinLock(&Adapter->Lock);
	if (!Adapter->PersistQueued)
		NdisSetEvent(&Adapter->PersistIdle);
	NdisReleaseSpinLock(&Adapter->Lock);
}

/* An OID changed what our own keywords hold: they follow, so that the next start reports the same
 * (using-the-tcp-ip-offload-administrator-interface). DISPATCH_LEVEL or below; the registry needs PASSIVE_LEVEL. */
VOID ToeKeywordsPersist(TOE_ADAPTER *Adapter)
{
	BOOLEAN Queue;

	NdisAcquireSpinLock(&Adapter->Lock);
	Queue = !Adapter->PersistQueued && !Adapter->Halting;
	if (Queue) {
		Adapter->PersistQueued = TRUE;
		NdisResetEvent(&Adapter->PersistIdle);
	}
	NdisReleaseSpinLock(&Adapter->Lock);
	if (Queue)
		NdisQueueIoWorkItem(Adapter->PersistWork, PersistWorker, Adapter);
}

NDIS_STATUS ToeKeywordsRead(TOE_ADAPTER *Adapter)
{
	NDIS_HANDLE Configuration;
	NDIS_STATUS Status;
	ULONG Value;

	Status = Open(Adapter, &Configuration);
	if (Status != NDIS_STATUS_SUCCESS)
		return Status;

	ReadOffloads(Configuration, &Adapter->State.Settings);
	ReadAddress(Configuration, Adapter);

	Value = 1514;
	if (!Read(Configuration, L"*JumboPacket", Adapter->MaxFrame, &Value) || Value < 1514)
		Value = 1514;
	Adapter->KeywordFrame = Value;
	Value = 3;
	Read(Configuration, L"*PriorityVLANTag", 3, &Value);
	Adapter->PriorityVlan = Value;
	Value = 0;
	Read(Configuration, L"VlanId", 4094, &Value);
	Adapter->VlanId = Value;
	Value = 1;
	Read(Configuration, L"*RSS", 1, &Value);
	Adapter->RssEnabled = Value;
	Value = 16;
	if (!Read(Configuration, L"*NumRSSQueues", 64, &Value) || Value == 0)
		Value = 16;
	Adapter->RssQueues = Value;
	Value = 1024;
	if (!Read(Configuration, L"*ReceiveBuffers", 4096, &Value) || Value < 128)
		Value = 1024;
	Adapter->ReceiveBuffers = Value;
	Value = 512;
	if (!Read(Configuration, L"*TransmitBuffers", 2048, &Value) || Value < 32)
		Value = 512;
	Adapter->TransmitBuffers = Value;
	Value = 1;
	Read(Configuration, L"*InterruptModeration", 1, &Value);
	Adapter->State.ModerationUs = Value ? 50 : 0;
	Value = 3;
	Read(Configuration, L"*FlowControl", 4, &Value);
	Adapter->FlowControl = Value;

	NdisCloseConfiguration(Configuration);
	return NDIS_STATUS_SUCCESS;
}
