/* OIDs that count. The card keeps the counters: the query pends until the firmware has written them. One at a time: NDIS serializes
 * requests. */
#include "toe.h"

static ULONG64 Sum(const uint64_t *v)
{
	return v[0] + v[1] + v[2];
}

static NDIS_STATUS Put(PNDIS_OID_REQUEST Request, const VOID *Data, ULONG Length)
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

static NDIS_STATUS PutGeneral(TOE_ADAPTER *Adapter, PNDIS_OID_REQUEST Request, const struct toe_statistics *s)
{
	NDIS_STATISTICS_INFO Info;

	NdisZeroMemory(&Info, sizeof(Info));
	Info.Header.Type = NDIS_OBJECT_TYPE_DEFAULT;
	Info.Header.Revision = NDIS_STATISTICS_INFO_REVISION_1;
	Info.Header.Size = NDIS_SIZEOF_STATISTICS_INFO_REVISION_1;
	Info.SupportedStatistics = 0x003f87ff; /* all that the structure has: NDIS_STATISTICS_FLAGS_VALID_* of attributes.c */
	Info.ifInDiscards = s->rx_discards + (ULONG)Adapter->Data.RxDiscards;
	Info.ifInErrors = s->rx_errors;
	Info.ifHCInOctets = Sum(s->rx_bytes);
	Info.ifHCInUcastPkts = s->rx_frames[0];
	Info.ifHCInMulticastPkts = s->rx_frames[1];
	Info.ifHCInBroadcastPkts = s->rx_frames[2];
	Info.ifHCOutOctets = Sum(s->tx_bytes);
	Info.ifHCOutUcastPkts = s->tx_frames[0];
	Info.ifHCOutMulticastPkts = s->tx_frames[1];
	Info.ifHCOutBroadcastPkts = s->tx_frames[2];
	Info.ifOutErrors = s->tx_errors + (ULONG)Adapter->Data.TxErrors;
	Info.ifOutDiscards = s->tx_discards + (ULONG)Adapter->Data.TxDiscards;
	Info.ifHCInUcastOctets = s->rx_bytes[0];
	Info.ifHCInMulticastOctets = s->rx_bytes[1];
	Info.ifHCInBroadcastOctets = s->rx_bytes[2];
	Info.ifHCOutUcastOctets = s->tx_bytes[0];
	Info.ifHCOutMulticastOctets = s->tx_bytes[1];
	Info.ifHCOutBroadcastOctets = s->tx_bytes[2];
	return Put(Request, &Info, NDIS_SIZEOF_STATISTICS_INFO_REVISION_1);
}

static NDIS_STATUS PutRsc(PNDIS_OID_REQUEST Request, const struct toe_statistics *s)
{
	NDIS_RSC_STATISTICS_INFO Info;

	NdisZeroMemory(&Info, sizeof(Info));
	Info.Header.Type = NDIS_OBJECT_TYPE_DEFAULT;
	Info.Header.Revision = NDIS_RSC_STATISTICS_REVISION_1;
	Info.Header.Size = NDIS_SIZEOF_RSC_STATISTICS_REVISION_1;
	Info.CoalescedPkts = s->rsc_packets;
	Info.CoalescedOctets = s->rsc_bytes;
	Info.CoalesceEvents = s->rsc_events;
	Info.Aborts = s->rsc_aborts;
	return Put(Request, &Info, NDIS_SIZEOF_RSC_STATISTICS_REVISION_1);
}

/* Some of the older counters are 4 or 8 bytes as the requester likes. */
static NDIS_STATUS PutCounter(PNDIS_OID_REQUEST Request, ULONG64 Value)
{
	const ULONG Low = (ULONG)Value;

	if (Request->DATA.QUERY_INFORMATION.InformationBufferLength >= sizeof(Value))
		return Put(Request, &Value, sizeof(Value));
	Request->DATA.QUERY_INFORMATION.BytesNeeded = sizeof(Value);
	return Put(Request, &Low, sizeof(Low));
}

static NDIS_STATUS Fill(TOE_ADAPTER *Adapter, PNDIS_OID_REQUEST Request, const struct toe_statistics *s)
{
	switch (Request->DATA.QUERY_INFORMATION.Oid) {
	case OID_GEN_STATISTICS:
		return PutGeneral(Adapter, Request, s);
	case OID_TCP_RSC_STATISTICS:
		return PutRsc(Request, s);
	case OID_GEN_XMIT_OK:
		return PutCounter(Request, Sum(s->tx_frames));
	case OID_GEN_RCV_OK:
		return PutCounter(Request, Sum(s->rx_frames));
	case OID_GEN_XMIT_ERROR:
		return PutCounter(Request, s->tx_errors + (ULONG)Adapter->Data.TxErrors);
	case OID_GEN_RCV_ERROR:
		return PutCounter(Request, s->rx_errors);
	case OID_GEN_RCV_NO_BUFFER:
		return PutCounter(Request, s->rx_discards);
	default:
		return NDIS_STATUS_NOT_SUPPORTED;
	}
}

static PNDIS_OID_REQUEST Take(TOE_ADAPTER *Adapter, PNDIS_OID_REQUEST Which, PVOID RequestId)
{
	PNDIS_OID_REQUEST Request;

	NdisAcquireSpinLock(&Adapter->Lock);
	Request = Adapter->Counting;
	if (Request != NULL && ((Which != NULL && Request != Which) || (RequestId != NULL && Request->RequestId != RequestId)))
		Request = NULL;
	if (Request != NULL)
		Adapter->Counting = NULL;
	NdisReleaseSpinLock(&Adapter->Lock);
	return Request;
}

static VOID Counted(TOE_ADAPTER *Adapter, PVOID Context, NDIS_STATUS Status, PVOID Data)
{
	PNDIS_OID_REQUEST Request = Take(Adapter, Context, NULL);

	if (Request == NULL) /* cancelled meanwhile */
		return;
	if (Status == NDIS_STATUS_SUCCESS)
		Status = Fill(Adapter, Request, Data);
	NdisMOidRequestComplete(Adapter->Handle, Request, Status);
}

/* The connection offload counters: nothing is offloaded yet, so all of them are zero. */
static NDIS_STATUS PutConnection(PNDIS_OID_REQUEST Request)
{
	union {
		TCP_OFFLOAD_STATS Tcp;
		IP_OFFLOAD_STATS Ip;
	} Stats;
	const BOOLEAN Tcp = Request->DATA.QUERY_INFORMATION.Oid == OID_TCP4_OFFLOAD_STATS ||
	                    Request->DATA.QUERY_INFORMATION.Oid == OID_TCP6_OFFLOAD_STATS;

	NdisZeroMemory(&Stats, sizeof(Stats));
	return Put(Request, &Stats, Tcp ? sizeof(Stats.Tcp) : sizeof(Stats.Ip));
}

NDIS_STATUS ToeOidQueryStatistics(TOE_ADAPTER *Adapter, PNDIS_OID_REQUEST Request)
{
	struct toe_command Command;
	NDIS_STATUS Status;

	switch (Request->DATA.QUERY_INFORMATION.Oid) {
	case OID_TCP4_OFFLOAD_STATS:
	case OID_TCP6_OFFLOAD_STATS:
	case OID_IP4_OFFLOAD_STATS:
	case OID_IP6_OFFLOAD_STATS:
		return PutConnection(Request);
	}
	if (Adapter->Dead)
		return NDIS_STATUS_HARD_ERRORS;
	NdisZeroMemory(&Command, sizeof(Command));
	Command.opcode = TOE_CMD_GET_STATISTICS;
	NdisAcquireSpinLock(&Adapter->Lock);
	Adapter->Counting = Request;
	NdisReleaseSpinLock(&Adapter->Lock);
	Status = ToeAdminSubmit(Adapter, &Command, NULL, sizeof(struct toe_statistics), Counted, Request);
	if (Status == NDIS_STATUS_SUCCESS)
		return NDIS_STATUS_PENDING;
	/* Not sent, the card is being reset. Whoever takes the request ends it. */
	return Take(Adapter, Request, NULL) == NULL ? NDIS_STATUS_PENDING : Status;
}

VOID ToeStatisticsAbort(TOE_ADAPTER *Adapter, PVOID RequestId, NDIS_STATUS Status)
{
	PNDIS_OID_REQUEST Request = Take(Adapter, NULL, RequestId);

	if (Request != NULL)
		NdisMOidRequestComplete(Adapter->Handle, Request, Status);
}
