/*
 * The three set requests about offloads. NDIS has written the keywords before OID_TCP_OFFLOAD_PARAMETERS arrives and does not look at the
 * content of any of them; everything is checked here. The queries of the same OIDs, and the four capability OIDs, are answered by NDIS from
 * what we report.
 */
#include "toe.h"

/* Header checks for a request of ours: a higher revision than known is read as the highest known one, a lower one up to its size. *Size
 * receives the valid bytes. */
static NDIS_STATUS CheckHeader(PNDIS_OID_REQUEST Request, UCHAR Type, ULONG Least, ULONG *Size)
{
	const ULONG Length = Request->DATA.SET_INFORMATION.InformationBufferLength;
	const NDIS_OBJECT_HEADER *Header = Request->DATA.SET_INFORMATION.InformationBuffer;

	if (Length < Least)
		return ToeOidTooShort(Request, Least);
	if (Header->Type != Type || Header->Revision == 0 || Header->Size < Least)
		return NDIS_STATUS_INVALID_DATA;
	if (Header->Size > Length)
		return ToeOidTooShort(Request, Header->Size);
	*Size = Header->Size;
	return NDIS_STATUS_SUCCESS;
}

NDIS_STATUS ToeOidSetOffloadParameters(TOE_ADAPTER *Adapter, PNDIS_OID_REQUEST Request)
{
	static const USHORT SizeOf[] = {0,
	                                NDIS_SIZEOF_OFFLOAD_PARAMETERS_REVISION_1,
	                                NDIS_SIZEOF_OFFLOAD_PARAMETERS_REVISION_2,
	                                NDIS_SIZEOF_OFFLOAD_PARAMETERS_REVISION_3,
	                                NDIS_SIZEOF_OFFLOAD_PARAMETERS_REVISION_4,
	                                NDIS_SIZEOF_OFFLOAD_PARAMETERS_REVISION_5};
	const NDIS_OFFLOAD_PARAMETERS *Parameters = Request->DATA.SET_INFORMATION.InformationBuffer;
	TOE_CHANGE *Change = &Adapter->Change;
	NDIS_STATUS Status;
	UCHAR Honoured;
	ULONG Size;

	if (!ToeOffloadAny(&Adapter->CapsInitial) && !ToeConnectionAny(&Adapter->CapsInitial))
		return NDIS_STATUS_NOT_SUPPORTED;
	Status = CheckHeader(Request, NDIS_OBJECT_TYPE_DEFAULT, NDIS_SIZEOF_OFFLOAD_PARAMETERS_REVISION_1, &Size);
	if (Status != NDIS_STATUS_SUCCESS)
		return Status;
	Honoured = Parameters->Header.Revision < ToeDriver.Version->ParametersRevision ? Parameters->Header.Revision
	                                                                               : ToeDriver.Version->ParametersRevision;
	if (Size < SizeOf[Honoured])
		return NDIS_STATUS_INVALID_DATA;
	Status = ToeChangeTake(Adapter, Request);
	if (Status != NDIS_STATUS_SUCCESS)
		return Status;
	Status = ToeOffloadParameters(&Adapter->Caps, &Change->Target.Settings, Parameters, Size);
	if (Status != NDIS_STATUS_SUCCESS) {
		ToeChangeDrop(Adapter);
		return Status;
	}
	/* Naming a connection member asks for a connection report even if it stays as it is. */
	Change->PauseFirst = Parameters->TcpConnectionIPv4 != NDIS_OFFLOAD_PARAMETERS_NO_CHANGE ||
	                     Parameters->TcpConnectionIPv6 != NDIS_OFFLOAD_PARAMETERS_NO_CHANGE;
	Change->IndicateTask = TRUE;
	Change->Persist = !(Parameters->Flags & NDIS_OFFLOAD_PARAMETERS_SKIP_REGISTRY_UPDATE);
	Change->BytesRead = SizeOf[Honoured];
	Change->SupportedRevision = Honoured;
	ToeChangeStart(Adapter, TOE_STEP_OFFLOADS | (Change->PauseFirst ? TOE_STEP_CONNECTION : 0));
	return NDIS_STATUS_PENDING;
}

/* Checks one family and applies it. The families know nothing of each other. HeaderSize counts from the frame's first byte to the IP
 * header. */
static NDIS_STATUS ApplyFamily(TOE_FAMILY *Family, ULONG Enabled, ULONG Type, ULONG HeaderSize, ULONG Frames)
{
	switch (Enabled) {
	case NDIS_OFFLOAD_SET_NO_CHANGE:
		return NDIS_STATUS_SUCCESS;
	case NDIS_OFFLOAD_SET_OFF:
		Family->Enabled = NDIS_OFFLOAD_SET_OFF;
		Family->Type = Family->HeaderSize = 0;
		return NDIS_STATUS_SUCCESS;
	case NDIS_OFFLOAD_SET_ON:
		break;
	default:
		return NDIS_STATUS_INVALID_PARAMETER;
	}
	if (ToeFrameOf(Type) == 0 || !(Frames & ToeFrameOf(Type)))
		return NDIS_STATUS_INVALID_PARAMETER;
	if (HeaderSize < 14 || HeaderSize > 64)
		return NDIS_STATUS_INVALID_PARAMETER;
	Family->Enabled = NDIS_OFFLOAD_SET_ON;
	Family->Type = Type;
	Family->HeaderSize = HeaderSize;
	return NDIS_STATUS_SUCCESS;
}

NDIS_STATUS ToeOidSetEncapsulation(TOE_ADAPTER *Adapter, PNDIS_OID_REQUEST Request)
{
	const NDIS_OFFLOAD_ENCAPSULATION *Encapsulation = Request->DATA.SET_INFORMATION.InformationBuffer;
	TOE_CHANGE *Change = &Adapter->Change;
	NDIS_STATUS Status;
	ULONG Size;

	if (!ToeOffloadAny(&Adapter->CapsInitial))
		return NDIS_STATUS_NOT_SUPPORTED;
	Status = CheckHeader(Request, NDIS_OBJECT_TYPE_OFFLOAD_ENCAPSULATION, sizeof(*Encapsulation), &Size);
	if (Status != NDIS_STATUS_SUCCESS)
		return Status;
	Status = ToeChangeTake(Adapter, Request);
	if (Status != NDIS_STATUS_SUCCESS)
		return Status;
	Status = ApplyFamily(&Change->Target.Family[TOE_IP4], Encapsulation->IPv4.Enabled, Encapsulation->IPv4.EncapsulationType,
	                     Encapsulation->IPv4.HeaderSize, Adapter->Caps.Frames);
	if (Status == NDIS_STATUS_SUCCESS)
		Status = ApplyFamily(&Change->Target.Family[TOE_IP6], Encapsulation->IPv6.Enabled, Encapsulation->IPv6.EncapsulationType,
		                     Encapsulation->IPv6.HeaderSize, Adapter->Caps.Frames);
	if (Status != NDIS_STATUS_SUCCESS) {
		ToeChangeDrop(Adapter);
		return Status;
	}
	Change->IndicateTask = TRUE;
	Change->BytesRead = sizeof(*Encapsulation);
	Change->SupportedRevision = NDIS_OFFLOAD_ENCAPSULATION_REVISION_1;
	ToeChangeStart(Adapter, TOE_STEP_ENCAPSULATION | TOE_STEP_OFFLOADS);
	return NDIS_STATUS_PENDING;
}

/* The nested encapsulation is a complete NDIS_OFFLOAD_ENCAPSULATION of its own. */
static NDIS_STATUS ApplyConnectionFamily(uint32_t *Frame, uint32_t *Header, ULONG Enabled, ULONG Type, ULONG HeaderSize, ULONG Frames)
{
	TOE_FAMILY Family = {0, 0, 0};
	NDIS_STATUS Status;

	Status = ApplyFamily(&Family, Enabled, Type, HeaderSize, Frames);
	if (Status != NDIS_STATUS_SUCCESS)
		return NDIS_STATUS_INVALID_DATA;
	if (Family.Enabled == NDIS_OFFLOAD_SET_ON) {
		*Frame = ToeFrameOf(Family.Type);
		*Header = Family.HeaderSize;
	} else if (Family.Enabled == NDIS_OFFLOAD_SET_OFF) {
		*Frame = *Header = 0;
	}
	return NDIS_STATUS_SUCCESS;
}

NDIS_STATUS ToeOidSetConnectionParameters(TOE_ADAPTER *Adapter, PNDIS_OID_REQUEST Request)
{
	const NDIS_TCP_CONNECTION_OFFLOAD_PARAMETERS *Parameters = Request->DATA.SET_INFORMATION.InformationBuffer;
	const NDIS_OFFLOAD_ENCAPSULATION *Encapsulation;
	TOE_CHANGE *Change = &Adapter->Change;
	struct toe_connection *Connection;
	NDIS_STATUS Status;
	ULONG Size;

	if (!ToeConnectionAny(&Adapter->CapsInitial))
		return NDIS_STATUS_NOT_SUPPORTED;
	Status = CheckHeader(Request, NDIS_OBJECT_TYPE_DEFAULT, NDIS_SIZEOF_TCP_CONNECTION_OFFLOAD_PARAMETERS_REVISION_1, &Size);
	if (Status != NDIS_STATUS_SUCCESS)
		return Status;
	Encapsulation = &Parameters->Encapsulation;
	if (Parameters->Header.Revision >= NDIS_TCP_CONNECTION_OFFLOAD_PARAMETERS_2 &&
	    Size < NDIS_SIZEOF_TCP_CONNECTION_OFFLOAD_PARAMETERS_REVISION_2)
		return NDIS_STATUS_INVALID_DATA;
	if (Encapsulation->Header.Type != NDIS_OBJECT_TYPE_OFFLOAD_ENCAPSULATION || Encapsulation->Header.Revision == 0 ||
	    Encapsulation->Header.Size < sizeof(*Encapsulation))
		return NDIS_STATUS_INVALID_DATA;
	/* Only these three clock bases are used (ns-ndischimney-_ndis_tcp_connection_offload_parameters). */
	if (Parameters->TicksPerSecond != 10 && Parameters->TicksPerSecond != 100 && Parameters->TicksPerSecond != 1000)
		return NDIS_STATUS_INVALID_DATA;
	Status = ToeChangeTake(Adapter, Request);
	if (Status != NDIS_STATUS_SUCCESS)
		return Status;
	Connection = &Change->Target.Connection;
	Status = ApplyConnectionFamily(&Connection->frame4, &Connection->header4, Encapsulation->IPv4.Enabled,
	                               Encapsulation->IPv4.EncapsulationType, Encapsulation->IPv4.HeaderSize,
	                               Adapter->CapsInitial.ConnFrames);
	if (Status == NDIS_STATUS_SUCCESS)
		Status = ApplyConnectionFamily(&Connection->frame6, &Connection->header6, Encapsulation->IPv6.Enabled,
		                               Encapsulation->IPv6.EncapsulationType, Encapsulation->IPv6.HeaderSize,
		                               Adapter->CapsInitial.ConnFrames);
	if (Status != NDIS_STATUS_SUCCESS) {
		ToeChangeDrop(Adapter);
		return Status;
	}
	Connection->ticks_per_second = Parameters->TicksPerSecond;
	Connection->ack_frequency = Parameters->TcpAckFrequency;
	Connection->delayed_ack_ticks = Parameters->TcpDelayedAckTicks;
	Connection->max_retransmissions = Parameters->TcpMaximumRetransmissions;
	Connection->doubt_retransmissions = Parameters->TcpDoubtReachabilityRetransmissions;
	Connection->sws_ticks = Parameters->TcpSwsPreventionTicks;
	Connection->duplicate_acks = Parameters->TcpDuplicateAckThreshold;
	Connection->push_ticks = Parameters->TcpPushTicks;
	Connection->neighbor_stale_ticks = Parameters->NceStaleTicks;
	Change->SupportedRevision = NDIS_TCP_CONNECTION_OFFLOAD_PARAMETERS_1;
	Change->BytesRead = NDIS_SIZEOF_TCP_CONNECTION_OFFLOAD_PARAMETERS_REVISION_1;
	if (Parameters->Header.Revision >= NDIS_TCP_CONNECTION_OFFLOAD_PARAMETERS_2) {
		Connection->congestion = Parameters->CongestionAlgorithm;
		Change->SupportedRevision = NDIS_TCP_CONNECTION_OFFLOAD_PARAMETERS_2;
		Change->BytesRead = NDIS_SIZEOF_TCP_CONNECTION_OFFLOAD_PARAMETERS_REVISION_2;
	}
	/* No report: parameters are no capability. */
	ToeChangeStart(Adapter, TOE_STEP_CONNECTION);
	return NDIS_STATUS_PENDING;
}
