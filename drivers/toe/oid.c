/*
 * OID requests. Queries are answered at once, except those that count (statistics.c). Sets become a change (change.c) and pend until the
 * card has answered: nothing here waits for hardware. The same handlers serve in every adapter state in which NDIS sends requests.
 */
#include "toe.h"

static const CHAR VendorDescription[] = "Flue TOE 7031";

static const NDIS_OID Always[] = {
        OID_GEN_HARDWARE_STATUS,
        OID_GEN_TRANSMIT_BUFFER_SPACE,
        OID_GEN_RECEIVE_BUFFER_SPACE,
        OID_GEN_TRANSMIT_BLOCK_SIZE,
        OID_GEN_RECEIVE_BLOCK_SIZE,
        OID_GEN_VENDOR_ID,
        OID_GEN_VENDOR_DESCRIPTION,
        OID_GEN_VENDOR_DRIVER_VERSION,
        OID_GEN_CURRENT_PACKET_FILTER,
        OID_GEN_CURRENT_LOOKAHEAD,
        OID_GEN_MAXIMUM_TOTAL_SIZE,
        OID_GEN_INTERRUPT_MODERATION,
        OID_GEN_VLAN_ID,
        OID_GEN_STATISTICS,
        OID_GEN_XMIT_OK,
        OID_GEN_RCV_OK,
        OID_GEN_XMIT_ERROR,
        OID_GEN_RCV_ERROR,
        OID_GEN_RCV_NO_BUFFER,
        OID_802_3_PERMANENT_ADDRESS,
        OID_802_3_CURRENT_ADDRESS,
        OID_802_3_MULTICAST_LIST,
        OID_802_3_MAXIMUM_LIST_SIZE,
        OID_PNP_SET_POWER,
        OID_PNP_QUERY_POWER,
};

/* What the card lacks is not listed: a listed OID is supported (oid-gen-supported-list). Returns the number of entries. */
ULONG ToeOidList(TOE_ADAPTER *Adapter, NDIS_OID *List, ULONG Max)
{
	ULONG n = 0;

	for (; n < RTL_NUMBER_OF(Always) && n < Max; n++)
		List[n] = Always[n];
#define ADD(Oid)                                                                                                                           \
	if (n < Max)                                                                                                                       \
		List[n++] = (Oid);
	if (Adapter->RssEnabled && Adapter->Caps.Rss) {
		ADD(OID_GEN_RECEIVE_SCALE_PARAMETERS)
	}
	if (ToeOffloadAny(&Adapter->Caps) || ToeConnectionAny(&Adapter->Caps)) {
		ADD(OID_TCP_OFFLOAD_PARAMETERS)
	}
	if (ToeOffloadAny(&Adapter->Caps)) {
		ADD(OID_OFFLOAD_ENCAPSULATION)
	}
	if (Adapter->Caps.Seg & (TOE_SEG_RSC4 | TOE_SEG_RSC6)) {
		ADD(OID_TCP_RSC_STATISTICS)
	}
	if (ToeConnectionAny(&Adapter->Caps)) {
		ADD(OID_TCP_CONNECTION_OFFLOAD_PARAMETERS)
		ADD(OID_TCP4_OFFLOAD_STATS)
		ADD(OID_TCP6_OFFLOAD_STATS)
		ADD(OID_IP4_OFFLOAD_STATS)
		ADD(OID_IP6_OFFLOAD_STATS)
	}
#undef ADD
	return n;
}

static NDIS_STATUS Answer(PNDIS_OID_REQUEST Request, const VOID *Data, ULONG Length)
{
	if (Request->DATA.QUERY_INFORMATION.InformationBufferLength < Length) {
		Request->DATA.QUERY_INFORMATION.BytesWritten = 0;
		Request->DATA.QUERY_INFORMATION.BytesNeeded = Length;
		return NDIS_STATUS_BUFFER_TOO_SHORT;
	}
	NdisMoveMemory(Request->DATA.QUERY_INFORMATION.InformationBuffer, Data, Length);
	Request->DATA.QUERY_INFORMATION.BytesWritten = Length;
	return NDIS_STATUS_SUCCESS;
}

static NDIS_STATUS AnswerUlong(PNDIS_OID_REQUEST Request, ULONG Value)
{
	return Answer(Request, &Value, sizeof(Value));
}

/* A set whose buffer is too small. */
NDIS_STATUS ToeOidTooShort(PNDIS_OID_REQUEST Request, ULONG Needed)
{
	Request->DATA.SET_INFORMATION.BytesRead = 0;
	Request->DATA.SET_INFORMATION.BytesNeeded = Needed;
	return NDIS_STATUS_INVALID_LENGTH;
}

static NDIS_STATUS QueryModeration(TOE_ADAPTER *Adapter, PNDIS_OID_REQUEST Request)
{
	NDIS_INTERRUPT_MODERATION_PARAMETERS Moderation;

	NdisZeroMemory(&Moderation, sizeof(Moderation));
	Moderation.Header.Type = NDIS_OBJECT_TYPE_DEFAULT;
	Moderation.Header.Revision = NDIS_INTERRUPT_MODERATION_PARAMETERS_REVISION_1;
	Moderation.Header.Size = NDIS_SIZEOF_INTERRUPT_MODERATION_PARAMETERS_REVISION_1;
	Moderation.InterruptModeration = Adapter->State.ModerationUs ? NdisInterruptModerationEnabled : NdisInterruptModerationDisabled;
	return Answer(Request, &Moderation, NDIS_SIZEOF_INTERRUPT_MODERATION_PARAMETERS_REVISION_1);
}

static NDIS_STATUS Query(TOE_ADAPTER *Adapter, PNDIS_OID_REQUEST Request)
{
	switch (Request->DATA.QUERY_INFORMATION.Oid) {
	case OID_GEN_HARDWARE_STATUS:
		return AnswerUlong(Request, Adapter->Dead ? NdisHardwareStatusNotReady : NdisHardwareStatusReady);
	case OID_GEN_TRANSMIT_BUFFER_SPACE:
	case OID_GEN_RECEIVE_BUFFER_SPACE:
		return AnswerUlong(Request, Adapter->KeywordFrame * 256);
	case OID_GEN_TRANSMIT_BLOCK_SIZE:
	case OID_GEN_RECEIVE_BLOCK_SIZE:
	case OID_GEN_MAXIMUM_TOTAL_SIZE:
		return AnswerUlong(Request, Adapter->KeywordFrame);
	case OID_GEN_VENDOR_ID:
		return AnswerUlong(Request, TOE_VENDOR_ID);
	case OID_GEN_VENDOR_DESCRIPTION:
		return Answer(Request, VendorDescription, sizeof(VendorDescription));
	case OID_GEN_VENDOR_DRIVER_VERSION:
		return AnswerUlong(Request, TOE_DRIVER_MAJOR << 16 | TOE_DRIVER_MINOR);
	case OID_GEN_CURRENT_PACKET_FILTER:
		return AnswerUlong(Request, Adapter->State.Filter);
	case OID_GEN_CURRENT_LOOKAHEAD:
		return AnswerUlong(Request, Adapter->Lookahead ? Adapter->Lookahead : Adapter->KeywordFrame - 14);
	case OID_GEN_VLAN_ID:
		return AnswerUlong(Request, Adapter->VlanId);
	case OID_GEN_INTERRUPT_MODERATION:
		return QueryModeration(Adapter, Request);
	case OID_802_3_PERMANENT_ADDRESS:
		return Answer(Request, Adapter->PermanentAddress, 6);
	case OID_802_3_CURRENT_ADDRESS:
		return Answer(Request, Adapter->State.MacAddress, 6);
	case OID_802_3_MULTICAST_LIST:
		return Answer(Request, Adapter->State.Multicast, Adapter->State.MulticastCount * 6);
	case OID_802_3_MAXIMUM_LIST_SIZE:
		return AnswerUlong(Request, TOE_MULTICAST_MAX);
	case OID_PNP_QUERY_POWER:
		return NDIS_STATUS_SUCCESS;
	case OID_GEN_STATISTICS:
	case OID_GEN_XMIT_OK:
	case OID_GEN_RCV_OK:
	case OID_GEN_XMIT_ERROR:
	case OID_GEN_RCV_ERROR:
	case OID_GEN_RCV_NO_BUFFER:
		return ToeOidQueryStatistics(Adapter, Request);
	case OID_TCP_RSC_STATISTICS:
		return Adapter->CapsInitial.Seg & (TOE_SEG_RSC4 | TOE_SEG_RSC6) ? ToeOidQueryStatistics(Adapter, Request)
		                                                                : NDIS_STATUS_NOT_SUPPORTED;
	case OID_TCP4_OFFLOAD_STATS:
	case OID_TCP6_OFFLOAD_STATS:
	case OID_IP4_OFFLOAD_STATS:
	case OID_IP6_OFFLOAD_STATS:
		return ToeConnectionAny(&Adapter->CapsInitial) ? ToeOidQueryStatistics(Adapter, Request) : NDIS_STATUS_NOT_SUPPORTED;
	default:
		return NDIS_STATUS_NOT_SUPPORTED;
	}
}

/* ---- sets: each validates into Change.Target, then starts the change */
static NDIS_STATUS Begin(TOE_ADAPTER *Adapter, ULONG Steps, ULONG BytesRead)
{
	Adapter->Change.BytesRead = BytesRead;
	ToeChangeStart(Adapter, Steps);
	return NDIS_STATUS_PENDING;
}

static NDIS_STATUS SetFilter(TOE_ADAPTER *Adapter, PNDIS_OID_REQUEST Request)
{
	const ULONG Supported = NDIS_PACKET_TYPE_DIRECTED | NDIS_PACKET_TYPE_MULTICAST | NDIS_PACKET_TYPE_ALL_MULTICAST |
	                        NDIS_PACKET_TYPE_BROADCAST | NDIS_PACKET_TYPE_PROMISCUOUS;
	NDIS_STATUS Status;
	ULONG Filter;

	if (Request->DATA.SET_INFORMATION.InformationBufferLength < sizeof(Filter))
		return ToeOidTooShort(Request, sizeof(Filter));
	NdisMoveMemory(&Filter, Request->DATA.SET_INFORMATION.InformationBuffer, sizeof(Filter));
	if (Filter & ~Supported)
		return NDIS_STATUS_NOT_SUPPORTED;
	Status = ToeChangeTake(Adapter, Request);
	if (Status != NDIS_STATUS_SUCCESS)
		return Status;
	Adapter->Change.Target.Filter = Filter;
	return Begin(Adapter, TOE_STEP_FILTER, sizeof(Filter));
}

static NDIS_STATUS SetMulticast(TOE_ADAPTER *Adapter, PNDIS_OID_REQUEST Request)
{
	const ULONG Length = Request->DATA.SET_INFORMATION.InformationBufferLength;
	const UCHAR *List = Request->DATA.SET_INFORMATION.InformationBuffer;
	NDIS_STATUS Status;
	ULONG i;

	if (Length % 6)
		return ToeOidTooShort(Request, (Length + 5) / 6 * 6);
	if (Length > TOE_MULTICAST_MAX * 6) {
		Request->DATA.SET_INFORMATION.BytesNeeded = TOE_MULTICAST_MAX * 6;
		return NDIS_STATUS_MULTICAST_FULL;
	}
	for (i = 0; i < Length; i += 6)
		if (!(List[i] & 1))
			return NDIS_STATUS_INVALID_DATA;
	Status = ToeChangeTake(Adapter, Request);
	if (Status != NDIS_STATUS_SUCCESS)
		return Status;
	NdisZeroMemory(Adapter->Change.Target.Multicast, sizeof(Adapter->Change.Target.Multicast));
	NdisMoveMemory(Adapter->Change.Target.Multicast, List, Length);
	Adapter->Change.Target.MulticastCount = Length / 6;
	return Begin(Adapter, TOE_STEP_FILTER, Length);
}

static NDIS_STATUS SetModeration(TOE_ADAPTER *Adapter, PNDIS_OID_REQUEST Request)
{
	const NDIS_INTERRUPT_MODERATION_PARAMETERS *Moderation = Request->DATA.SET_INFORMATION.InformationBuffer;
	NDIS_STATUS Status;
	ULONG Us;

	if (Request->DATA.SET_INFORMATION.InformationBufferLength < NDIS_SIZEOF_INTERRUPT_MODERATION_PARAMETERS_REVISION_1)
		return ToeOidTooShort(Request, NDIS_SIZEOF_INTERRUPT_MODERATION_PARAMETERS_REVISION_1);
	if (Moderation->Header.Type != NDIS_OBJECT_TYPE_DEFAULT || Moderation->Header.Revision == 0 ||
	    Moderation->Header.Size < NDIS_SIZEOF_INTERRUPT_MODERATION_PARAMETERS_REVISION_1)
		return NDIS_STATUS_INVALID_DATA;
	switch (Moderation->InterruptModeration) {
	case NdisInterruptModerationEnabled:
		Us = 50;
		break;
	case NdisInterruptModerationDisabled:
		Us = 0;
		break;
	default:
		return NDIS_STATUS_INVALID_DATA;
	}
	Status = ToeChangeTake(Adapter, Request);
	if (Status != NDIS_STATUS_SUCCESS)
		return Status;
	Adapter->Change.Target.ModerationUs = Us;
	Adapter->Change.SupportedRevision = NDIS_INTERRUPT_MODERATION_PARAMETERS_REVISION_1;
	return Begin(Adapter, TOE_STEP_MODERATION, NDIS_SIZEOF_INTERRUPT_MODERATION_PARAMETERS_REVISION_1);
}

/* Processors become queues by their order of appearance, as many as there are; what comes after shares them. */
static VOID AssignQueues(TOE_ADAPTER *Adapter, struct toe_rss *Rss, const PROCESSOR_NUMBER *Table)
{
	const ULONG Queues = Adapter->Data.Pairs != 0 ? Adapter->Data.Pairs : 1;
	UCHAR *Processor = Adapter->Change.Processor;
	ULONG Known = 0, i, k;

	NdisFillMemory(Processor, TOE_PAIRS_MAX, TOE_ANY_PROCESSOR);
	for (i = 0; i < Rss->entries; i++) {
		for (k = 0; k < Known && Processor[k] != Table[i].Number; k++)
			;
		if (k == Known && Known < Queues)
			Processor[Known++] = Table[i].Number;
		else if (k == Known)
			k = Table[i].Number % Queues;
		Rss->table[i] = (UCHAR)k;
	}
}

/* oid-gen-receive-scale-parameters: members flagged unchanged keep their value. */
static NDIS_STATUS SetReceiveScale(TOE_ADAPTER *Adapter, PNDIS_OID_REQUEST Request)
{
	const ULONG Length = Request->DATA.SET_INFORMATION.InformationBufferLength;
	const NDIS_RECEIVE_SCALE_PARAMETERS *Rss = Request->DATA.SET_INFORMATION.InformationBuffer;
	const ULONG Known = NDIS_SIZEOF_RECEIVE_SCALE_PARAMETERS_REVISION_2;
	struct toe_rss *New;
	NDIS_STATUS Status;
	ULONG Type;

	if (!Adapter->RssEnabled || !Adapter->CapsInitial.Rss)
		return NDIS_STATUS_NOT_SUPPORTED;
	if (Length < Known)
		return ToeOidTooShort(Request, Known);
	if (Rss->Header.Type != NDIS_OBJECT_TYPE_RSS_PARAMETERS || Rss->Header.Revision < NDIS_RECEIVE_SCALE_PARAMETERS_REVISION_2 ||
	    Rss->Header.Size < Known)
		return NDIS_STATUS_INVALID_DATA;
	Status = ToeChangeTake(Adapter, Request);
	if (Status != NDIS_STATUS_SUCCESS)
		return Status;
	New = &Adapter->Change.Target.Rss;
	Adapter->Change.SupportedRevision = NDIS_RECEIVE_SCALE_PARAMETERS_REVISION_2;
	if (Rss->Flags & NDIS_RSS_PARAM_FLAG_DISABLE_RSS) {
		New->enable = 0;
		return Begin(Adapter, TOE_STEP_RSS, Length);
	}
	if (!(Rss->Flags & NDIS_RSS_PARAM_FLAG_HASH_INFO_UNCHANGED)) {
		Type = NDIS_RSS_HASH_TYPE_FROM_HASH_INFO(Rss->HashInformation);
		if (Rss->HashInformation == 0) { /* no hash: receive scaling is off */
			New->enable = 0;
			return Begin(Adapter, TOE_STEP_RSS, Length);
		}
		if (NDIS_RSS_HASH_FUNC_FROM_HASH_INFO(Rss->HashInformation) != NdisHashFunctionToeplitz ||
		    (Type & ~(NDIS_HASH_IPV4 | NDIS_HASH_TCP_IPV4 | NDIS_HASH_IPV6 | NDIS_HASH_TCP_IPV6)))
			goto Bad;
		New->hash_type = (Type & NDIS_HASH_IPV4 ? 1 : 0) | (Type & NDIS_HASH_TCP_IPV4 ? 2 : 0) | (Type & NDIS_HASH_IPV6 ? 4 : 0) |
		                 (Type & NDIS_HASH_TCP_IPV6 ? 8 : 0);
	}
	if (!(Rss->Flags & NDIS_RSS_PARAM_FLAG_HASH_KEY_UNCHANGED)) {
		if (Rss->HashSecretKeySize != sizeof(New->key) || Rss->HashSecretKeyOffset > Length ||
		    Length - Rss->HashSecretKeyOffset < sizeof(New->key))
			goto Bad;
		NdisMoveMemory(New->key, (const UCHAR *)Rss + Rss->HashSecretKeyOffset, sizeof(New->key));
	}
	if (!(Rss->Flags & NDIS_RSS_PARAM_FLAG_ITABLE_UNCHANGED)) {
		const PROCESSOR_NUMBER *Table = (const PROCESSOR_NUMBER *)((const UCHAR *)Rss + Rss->IndirectionTableOffset);
		const ULONG Entries = Rss->IndirectionTableSize / sizeof(*Table);
		if (Entries == 0 || Entries > sizeof(New->table) || (Entries & (Entries - 1)) || Rss->IndirectionTableOffset > Length ||
		    Length - Rss->IndirectionTableOffset < Rss->IndirectionTableSize)
			goto Bad;
		New->entries = Entries;
		AssignQueues(Adapter, New, Table);
	}
	New->enable = 1;
	return Begin(Adapter, TOE_STEP_RSS, Length);
Bad:
	ToeChangeDrop(Adapter);
	return NDIS_STATUS_INVALID_DATA;
}

static NDIS_STATUS SetLookahead(TOE_ADAPTER *Adapter, PNDIS_OID_REQUEST Request)
{
	ULONG Value;

	if (Request->DATA.SET_INFORMATION.InformationBufferLength < sizeof(Value))
		return ToeOidTooShort(Request, sizeof(Value));
	NdisMoveMemory(&Value, Request->DATA.SET_INFORMATION.InformationBuffer, sizeof(Value));
	if (Value > Adapter->KeywordFrame - 14)
		return NDIS_STATUS_INVALID_DATA;
	Adapter->Lookahead = Value;
	Request->DATA.SET_INFORMATION.BytesRead = sizeof(Value);
	return NDIS_STATUS_SUCCESS;
}

static NDIS_STATUS SetVlan(TOE_ADAPTER *Adapter, PNDIS_OID_REQUEST Request)
{
	ULONG Value;

	if (Request->DATA.SET_INFORMATION.InformationBufferLength < sizeof(Value))
		return ToeOidTooShort(Request, sizeof(Value));
	NdisMoveMemory(&Value, Request->DATA.SET_INFORMATION.InformationBuffer, sizeof(Value));
	if (Value > 4094)
		return NDIS_STATUS_INVALID_DATA;
	Adapter->VlanId = Value;
	Request->DATA.SET_INFORMATION.BytesRead = sizeof(Value);
	return NDIS_STATUS_SUCCESS;
}

/*
 * The card keeps its settings in D3hot (its PM capability says no soft reset), but no frame may come: its queues are taken away and made
 * again. NDIS has paused the adapter. PASSIVE_LEVEL (oid-pnp-set-power).
 */
static NDIS_STATUS SetPower(TOE_ADAPTER *Adapter, PNDIS_OID_REQUEST Request)
{
	NDIS_DEVICE_POWER_STATE State;
	NDIS_STATUS Status;

	if (Request->DATA.SET_INFORMATION.InformationBufferLength < sizeof(State))
		return ToeOidTooShort(Request, sizeof(State));
	NdisMoveMemory(&State, Request->DATA.SET_INFORMATION.InformationBuffer, sizeof(State));
	if (State < NdisDeviceStateD0 || State > NdisDeviceStateD3)
		return NDIS_STATUS_INVALID_DATA;
	Request->DATA.SET_INFORMATION.BytesRead = sizeof(State);
	if (Adapter->Data.Pairs == 0 || (State != NdisDeviceStateD0) == Adapter->Data.Asleep)
		return NDIS_STATUS_SUCCESS;
	Status = ToeChangeTake(Adapter, Request);
	if (Status != NDIS_STATUS_SUCCESS)
		return Status;
	Adapter->Data.Asleep = State != NdisDeviceStateD0;
	if (!Adapter->Data.Asleep) {
		ToeDataStop(Adapter);
		ToeDataFlush(Adapter, NDIS_STATUS_FAILURE);
		ToeDataPrepare(Adapter);
		ToeDataRelease(Adapter);
	}
	return Begin(Adapter, Adapter->Data.Asleep ? TOE_STEP_QUEUES_END : TOE_STEP_QUEUES, sizeof(State));
}

static NDIS_STATUS Set(TOE_ADAPTER *Adapter, PNDIS_OID_REQUEST Request)
{
	switch (Request->DATA.SET_INFORMATION.Oid) {
	case OID_GEN_CURRENT_PACKET_FILTER:
		return SetFilter(Adapter, Request);
	case OID_GEN_CURRENT_LOOKAHEAD:
		return SetLookahead(Adapter, Request);
	case OID_GEN_VLAN_ID:
		return SetVlan(Adapter, Request);
	case OID_GEN_INTERRUPT_MODERATION:
		return SetModeration(Adapter, Request);
	case OID_GEN_RECEIVE_SCALE_PARAMETERS:
		return SetReceiveScale(Adapter, Request);
	case OID_802_3_MULTICAST_LIST:
		return SetMulticast(Adapter, Request);
	case OID_PNP_SET_POWER:
		return SetPower(Adapter, Request);
	case OID_TCP_OFFLOAD_PARAMETERS:
		return ToeOidSetOffloadParameters(Adapter, Request);
	case OID_OFFLOAD_ENCAPSULATION:
		return ToeOidSetEncapsulation(Adapter, Request);
	case OID_TCP_CONNECTION_OFFLOAD_PARAMETERS:
		return ToeOidSetConnectionParameters(Adapter, Request);
	case OID_TCP4_OFFLOAD_STATS:
	case OID_TCP6_OFFLOAD_STATS:
	case OID_IP4_OFFLOAD_STATS:
	case OID_IP6_OFFLOAD_STATS: /* clears the family's counters, which are all zero: nothing is offloaded yet */
		return ToeConnectionAny(&Adapter->CapsInitial) ? NDIS_STATUS_SUCCESS : NDIS_STATUS_NOT_SUPPORTED;
	default:
		return NDIS_STATUS_NOT_SUPPORTED;
	}
}

NDIS_STATUS ToeOidProcess(TOE_ADAPTER *Adapter, PNDIS_OID_REQUEST Request)
{
	if (Adapter->Removed)
		return NDIS_STATUS_NOT_ACCEPTED;
	switch (Request->RequestType) {
	case NdisRequestQueryInformation:
	case NdisRequestQueryStatistics:
		return Query(Adapter, Request);
	case NdisRequestSetInformation:
		return Adapter->Dead ? NDIS_STATUS_HARD_ERRORS : Set(Adapter, Request);
	default: /* no OID of ours is a method */
		return NDIS_STATUS_NOT_SUPPORTED;
	}
}

NDIS_STATUS NTAPI ToeOidRequest(NDIS_HANDLE MiniportAdapterContext, PNDIS_OID_REQUEST OidRequest)
{
	return ToeOidProcess(MiniportAdapterContext, OidRequest);
}

VOID NTAPI ToeCancelOidRequest(NDIS_HANDLE MiniportAdapterContext, PVOID RequestId)
{
	ToeChangeAbort(MiniportAdapterContext, RequestId, NDIS_STATUS_REQUEST_ABORTED);
	ToeStatisticsAbort(MiniportAdapterContext, RequestId, NDIS_STATUS_REQUEST_ABORTED);
}
