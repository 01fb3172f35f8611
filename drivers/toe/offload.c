/*
 * What is reported. One builder makes every NDIS_OFFLOAD from the card's capabilities and a set of settings: the hardware structure is the
 * one with everything on, so no keyword can change it, and the current one is contained in it by construction (ns-ntddndis-_ndis_offload,
 * ns-ntddndis-_ndis_tcp_connection_offload).
 *
 * A block that is off is all zero. Value 2 (NDIS_OFFLOAD_SET_OFF) is never reported.
 */
#include "toe.h"

static const TOE_SETTINGS EverythingOn = {
        3,
        3,
        3,
        3,
        3,
        1,
        1,
        1,
        1,
        1,
        1,
        1,
        1,
        1,
        NDIS_ENCAPSULATION_TYPE_GRE_MAC | NDIS_ENCAPSULATION_TYPE_VXLAN,
        TRUE,
        TOE_VXLAN_PORT,
        TOE_VXLAN_PORT,
};
#define ON NDIS_OFFLOAD_SUPPORTED

static ULONG EncapsulationOf(ULONG Frames)
{
	ULONG Encapsulation = 0;

	if (Frames & TOE_FRAME_802_3)
		Encapsulation |= NDIS_ENCAPSULATION_IEEE_802_3;
	if (Frames & TOE_FRAME_802_1Q)
		Encapsulation |= NDIS_ENCAPSULATION_IEEE_802_3_P_AND_Q;
	if (Frames & TOE_FRAME_1Q_OOB)
		Encapsulation |= NDIS_ENCAPSULATION_IEEE_802_3_P_AND_Q_IN_OOB;
	if (Frames & TOE_FRAME_LLC_SNAP)
		Encapsulation |= NDIS_ENCAPSULATION_IEEE_LLC_SNAP_ROUTED;
	return Encapsulation;
}

/* The card's name of one encapsulation type; 0: it has none. */
ULONG ToeFrameOf(ULONG Encapsulation)
{
	return Encapsulation == NDIS_ENCAPSULATION_IEEE_802_3             ? TOE_FRAME_802_3
	       : Encapsulation == NDIS_ENCAPSULATION_IEEE_LLC_SNAP_ROUTED ? TOE_FRAME_LLC_SNAP
	                                                                  : 0;
}

BOOLEAN ToeOffloadAny(const TOE_CAPS *Caps)
{
	return Caps->Csum || Caps->Seg || Caps->Nvgre || Caps->Vxlan;
}

BOOLEAN ToeConnectionAny(const TOE_CAPS *Caps)
{
	return Caps->Conn != 0;
}

/* What of the settings a family's encapsulation leaves: NDIS_OFFLOAD_SET_OFF switches all of it off until the next SET_ON
 * (oid-offload-encapsulation). */
static TOE_SETTINGS Operative(const TOE_STATE *State)
{
	TOE_SETTINGS s = State->Settings;

	if (State->Family[TOE_IP4].Enabled == NDIS_OFFLOAD_SET_OFF)
		s.IpCsum4 = s.TcpCsum4 = s.UdpCsum4 = s.LsoV1 = s.LsoV2Ip4 = s.Uso4 = s.Rsc4 = 0;
	if (State->Family[TOE_IP6].Enabled == NDIS_OFFLOAD_SET_OFF)
		s.TcpCsum6 = s.UdpCsum6 = s.LsoV2Ip6 = s.Uso6 = s.Rsc6 = 0;
	if (State->Family[TOE_IP4].Enabled == NDIS_OFFLOAD_SET_OFF && State->Family[TOE_IP6].Enabled == NDIS_OFFLOAD_SET_OFF)
		s.TunnelTypes = 0;
	return s;
}

/* The checksum bits (TOE_CSUM_*) of one direction that are on, options included: those count only with the checksums they belong to. */
static ULONG CsumOn(ULONG Can, const TOE_SETTINGS *s, UCHAR Side)
{
	ULONG On = 0;

	if (s->IpCsum4 & Side)
		On |= TOE_CSUM_IP4;
	if (s->TcpCsum4 & Side)
		On |= TOE_CSUM_TCP4;
	if (s->UdpCsum4 & Side)
		On |= TOE_CSUM_UDP4;
	if (s->TcpCsum6 & Side)
		On |= TOE_CSUM_TCP6;
	if (s->UdpCsum6 & Side)
		On |= TOE_CSUM_UDP6;
	On &= Can;
	if (On & (TOE_CSUM_IP4 | TOE_CSUM_TCP4 | TOE_CSUM_UDP4))
		On |= Can & TOE_CSUM_IP_OPT;
	if (On & (TOE_CSUM_TCP4 | TOE_CSUM_TCP6))
		On |= Can & TOE_CSUM_TCP_OPT;
	if (On & (TOE_CSUM_TCP6 | TOE_CSUM_UDP6))
		On |= Can & TOE_CSUM_EXT_HDR;
	return On;
}

static VOID BuildChecksum(NDIS_TCP_IP_CHECKSUM_OFFLOAD *c, ULONG Tx, ULONG Rx, ULONG Encapsulation)
{
#define HAS(Bits, Bit) ((Bits) & (Bit) ? ON : NDIS_OFFLOAD_NOT_SUPPORTED)
#define BLOCK4(Block, Bits)                                                                                                                \
	if ((Bits) & (TOE_CSUM_IP4 | TOE_CSUM_TCP4 | TOE_CSUM_UDP4)) {                                                                     \
		c->Block.Encapsulation = Encapsulation;                                                                                    \
		c->Block.IpOptionsSupported = HAS(Bits, TOE_CSUM_IP_OPT);                                                                  \
		c->Block.TcpChecksum = HAS(Bits, TOE_CSUM_TCP4);                                                                           \
		c->Block.TcpOptionsSupported = c->Block.TcpChecksum ? HAS(Bits, TOE_CSUM_TCP_OPT) : NDIS_OFFLOAD_NOT_SUPPORTED;            \
		c->Block.UdpChecksum = HAS(Bits, TOE_CSUM_UDP4);                                                                           \
		c->Block.IpChecksum = HAS(Bits, TOE_CSUM_IP4);                                                                             \
	}
#define BLOCK6(Block, Bits)                                                                                                                \
	if ((Bits) & (TOE_CSUM_TCP6 | TOE_CSUM_UDP6)) {                                                                                    \
		c->Block.Encapsulation = Encapsulation;                                                                                    \
		c->Block.IpExtensionHeadersSupported = HAS(Bits, TOE_CSUM_EXT_HDR);                                                        \
		c->Block.TcpChecksum = HAS(Bits, TOE_CSUM_TCP6);                                                                           \
		c->Block.TcpOptionsSupported = c->Block.TcpChecksum ? HAS(Bits, TOE_CSUM_TCP_OPT) : NDIS_OFFLOAD_NOT_SUPPORTED;            \
		c->Block.UdpChecksum = HAS(Bits, TOE_CSUM_UDP6);                                                                           \
	}
	BLOCK4(IPv4Transmit, Tx)
	BLOCK4(IPv4Receive, Rx)
	BLOCK6(IPv6Transmit, Tx)
	BLOCK6(IPv6Receive, Rx)
#undef BLOCK6
#undef BLOCK4
#undef HAS
}

static VOID BuildTunnel(NDIS_OFFLOAD *o, const TOE_CAPS *Caps, const TOE_SETTINGS *s)
{
	if (Caps->Nvgre && (s->TunnelTypes & NDIS_ENCAPSULATION_TYPE_GRE_MAC)) {
		NDIS_ENCAPSULATED_PACKET_TASK_OFFLOAD *g = &o->EncapsulatedPacketTaskOffloadGre;
		g->TransmitChecksumOffloadSupported = Caps->Nvgre & 15;
		g->ReceiveChecksumOffloadSupported = Caps->Nvgre >> 4 & 15;
		g->LsoV2Supported = Caps->Nvgre >> 8 & 15;
		g->RssSupported = Caps->Nvgre >> 12 & 15;
		g->MaxHeaderSizeSupported = Caps->TunnelHeader;
	}
	if (ToeDriver.Version->OffloadRevision < NDIS_OFFLOAD_REVISION_4)
		return;
	if (Caps->Nvgre && (s->TunnelTypes & NDIS_ENCAPSULATION_TYPE_GRE_MAC))
		o->EncapsulationTypes |= NDIS_ENCAPSULATION_TYPE_GRE_MAC;
	if (Caps->Vxlan && (s->TunnelTypes & NDIS_ENCAPSULATION_TYPE_VXLAN)) {
		NDIS_ENCAPSULATED_PACKET_TASK_OFFLOAD_V2 *v = &o->EncapsulatedPacketTaskOffloadVxlan;
		v->TransmitChecksumOffloadSupported = Caps->Vxlan & 15;
		v->ReceiveChecksumOffloadSupported = Caps->Vxlan >> 4 & 15;
		v->LsoV2Supported = Caps->Vxlan >> 8 & 15;
		v->RssSupported = Caps->Vxlan >> 12 & 15;
		v->MaxHeaderSizeSupported = Caps->TunnelHeader;
		v->EncapsulationProtocolInfo.VxlanInfo.VxlanUDPPortNumber = s->VxlanPort;
		v->EncapsulationProtocolInfo.VxlanInfo.VxlanUDPPortNumberConfigurable = Caps->TunnelFlags & TOE_TUN_VXLAN_PORT ? 1 : 0;
		o->EncapsulationTypes |= NDIS_ENCAPSULATION_TYPE_VXLAN;
	}
}

static VOID Build(const TOE_CAPS *Caps, const TOE_SETTINGS *s, NDIS_OFFLOAD *o)
{
	const ULONG Encapsulation = EncapsulationOf(Caps->Frames & ~TOE_FRAME_LLC_SNAP);

	NdisZeroMemory(o, sizeof(*o));
	o->Header.Type = NDIS_OBJECT_TYPE_OFFLOAD;
	o->Header.Revision = ToeDriver.Version->OffloadRevision;
	o->Header.Size = ToeDriver.Version->OffloadSize;
	BuildChecksum(&o->Checksum, CsumOn(Caps->Csum & TOE_CSUM_ALL, s, TOE_TX), CsumOn(Caps->Csum >> TOE_CSUM_RX_SHIFT, s, TOE_RX),
	              Encapsulation);

	if (Caps->Seg & TOE_SEG_LSO4) {
		if (s->LsoV1) {
			o->LsoV1.IPv4.Encapsulation = Encapsulation;
			o->LsoV1.IPv4.MaxOffLoadSize = Caps->LsoMax4 < 65536 ? Caps->LsoMax4 : 65536; /* the most that LSOv1 can state */
			o->LsoV1.IPv4.MinSegmentCount = Caps->LsoMin;
			o->LsoV1.IPv4.TcpOptions = ON;
			o->LsoV1.IPv4.IpOptions = ON;
		}
		if (s->LsoV2Ip4) {
			o->LsoV2.IPv4.Encapsulation = Encapsulation;
			o->LsoV2.IPv4.MaxOffLoadSize = Caps->LsoMax4;
			o->LsoV2.IPv4.MinSegmentCount = Caps->LsoMin;
		}
	}
	if ((Caps->Seg & TOE_SEG_LSO6) && s->LsoV2Ip6) {
		o->LsoV2.IPv6.Encapsulation = Encapsulation;
		o->LsoV2.IPv6.MaxOffLoadSize = Caps->LsoMax6;
		o->LsoV2.IPv6.MinSegmentCount = Caps->LsoMin;
		o->LsoV2.IPv6.IpExtensionHeadersSupported = ON;
		o->LsoV2.IPv6.TcpOptionsSupported = ON;
	}
	o->Rsc.IPv4.Enabled = (Caps->Seg & TOE_SEG_RSC4) && s->Rsc4;
	o->Rsc.IPv6.Enabled = (Caps->Seg & TOE_SEG_RSC6) && s->Rsc6;
	BuildTunnel(o, Caps, s);
	if ((Caps->Seg & TOE_SEG_USO4) && s->Uso4) {
		o->UdpSegmentation.IPv4.Encapsulation = Encapsulation;
		o->UdpSegmentation.IPv4.MaxOffLoadSize = Caps->UsoMax;
		o->UdpSegmentation.IPv4.MinSegmentCount = Caps->UsoMin;
		o->UdpSegmentation.IPv4.SubMssFinalSegmentSupported = Caps->Seg & TOE_SEG_USO_SHORT ? 1 : 0;
	}
	if ((Caps->Seg & TOE_SEG_USO6) && s->Uso6) {
		o->UdpSegmentation.IPv6.Encapsulation = Encapsulation;
		o->UdpSegmentation.IPv6.MaxOffLoadSize = Caps->UsoMax;
		o->UdpSegmentation.IPv6.MinSegmentCount = Caps->UsoMin;
		o->UdpSegmentation.IPv6.SubMssFinalSegmentSupported = Caps->Seg & TOE_SEG_USO_SHORT ? 1 : 0;
		o->UdpSegmentation.IPv6.IpExtensionHeadersSupported = Caps->Csum & TOE_CSUM_EXT_HDR ? ON : NDIS_OFFLOAD_NOT_SUPPORTED;
	}
}

VOID ToeOffloadHardware(const TOE_CAPS *Caps, NDIS_OFFLOAD *Offload)
{
	Build(Caps, &EverythingOn, Offload);
}

VOID ToeOffloadCurrent(const TOE_CAPS *Caps, const TOE_STATE *State, NDIS_OFFLOAD *Offload)
{
	const TOE_SETTINGS s = Operative(State);

	Build(Caps, &s, Offload);
}

static VOID BuildConnection(const TOE_CAPS *Caps, BOOLEAN Ip4, BOOLEAN Ip6, NDIS_TCP_CONNECTION_OFFLOAD *c)
{
	NdisZeroMemory(c, sizeof(*c));
	c->Header.Type = NDIS_OBJECT_TYPE_DEFAULT;
	/* Revision 2 has the same size; its one member is reserved. The reference page names only revision 1. */
	c->Header.Revision = NDIS_TCP_CONNECTION_OFFLOAD_REVISION_1;
	c->Header.Size = NDIS_SIZEOF_TCP_CONNECTION_OFFLOAD_REVISION_1;
	Ip4 = Ip4 && (Caps->Conn & TOE_CONN_IP4);
	Ip6 = Ip6 && (Caps->Conn & TOE_CONN_IP6);
	if (!Ip4 && !Ip6)
		return;
	c->Encapsulation = EncapsulationOf(Caps->ConnFrames);
	c->SupportIPv4 = Ip4 ? ON : NDIS_OFFLOAD_NOT_SUPPORTED;
	c->SupportIPv6 = Ip6 ? ON : NDIS_OFFLOAD_NOT_SUPPORTED;
	c->SupportIPv6ExtensionHeaders = Ip6 && (Caps->Conn & TOE_CONN_EXT_HDR) ? ON : NDIS_OFFLOAD_NOT_SUPPORTED;
	c->SupportSack = Caps->Conn & TOE_CONN_SACK ? ON : NDIS_OFFLOAD_NOT_SUPPORTED;
	c->TcpConnectionOffloadCapacity = Caps->Capacity;
}

VOID ToeConnectionHardware(const TOE_CAPS *Caps, NDIS_TCP_CONNECTION_OFFLOAD *Connection)
{
	BuildConnection(Caps, TRUE, TRUE, Connection);
}

VOID ToeConnectionCurrent(const TOE_CAPS *Caps, const TOE_STATE *State, NDIS_TCP_CONNECTION_OFFLOAD *Connection)
{
	BuildConnection(Caps, State->Settings.Conn4, State->Settings.Conn6, Connection);
}

/*
 * What the card is told. It differs from the report in two places: receive checksums are reported when they are configured but operate only
 * after OID_OFFLOAD_ENCAPSULATION switched the family on (oid-tcp-offload-parameters), and offloads inside tunnels operate only when a
 * protocol or filter asked for them (querying-and-changing-nvgre-task-offload-state).
 */
VOID ToeOffloadProgram(const TOE_CAPS *Caps, const TOE_STATE *State, struct toe_offloads *Program)
{
	TOE_SETTINGS s = Operative(State);
	ULONG Rx;

	NdisZeroMemory(Program, sizeof(*Program));
	Rx = CsumOn(Caps->Csum >> TOE_CSUM_RX_SHIFT, &s, TOE_RX);
	if (State->Family[TOE_IP4].Enabled != NDIS_OFFLOAD_SET_ON)
		Rx &= ~(TOE_CSUM_IP4 | TOE_CSUM_TCP4 | TOE_CSUM_UDP4);
	if (State->Family[TOE_IP6].Enabled != NDIS_OFFLOAD_SET_ON)
		Rx &= ~(TOE_CSUM_TCP6 | TOE_CSUM_UDP6);
	if (!(Rx & (TOE_CSUM_IP4 | TOE_CSUM_TCP4 | TOE_CSUM_UDP4 | TOE_CSUM_TCP6 | TOE_CSUM_UDP6)))
		Rx = 0;
	Program->csum = CsumOn(Caps->Csum & TOE_CSUM_ALL, &s, TOE_TX) | Rx << TOE_CSUM_RX_SHIFT;
	if (s.LsoV1 || s.LsoV2Ip4)
		Program->seg |= TOE_SEG_LSO4;
	if (s.LsoV2Ip6)
		Program->seg |= TOE_SEG_LSO6;
	if (s.Uso4)
		Program->seg |= TOE_SEG_USO4;
	if (s.Uso6)
		Program->seg |= TOE_SEG_USO6;
	if (s.Uso4 || s.Uso6)
		Program->seg |= TOE_SEG_USO_SHORT;
	if (s.Rsc4)
		Program->seg |= TOE_SEG_RSC4;
	if (s.Rsc6)
		Program->seg |= TOE_SEG_RSC6;
	Program->seg &= Caps->Seg;
	if (s.TunnelRequested && (s.TunnelTypes & NDIS_ENCAPSULATION_TYPE_GRE_MAC))
		Program->nvgre = Caps->Nvgre;
	if (s.TunnelRequested && (s.TunnelTypes & NDIS_ENCAPSULATION_TYPE_VXLAN) && Caps->Vxlan) {
		Program->vxlan = Caps->Vxlan;
		Program->vxlan_port = s.VxlanPort;
	}
}

/* Connection offload is enabled once the host stack has set its parameters, for the families that are configured and that it switched on.
 */
VOID ToeConnectionProgram(const TOE_CAPS *Caps, const TOE_STATE *State, struct toe_connection *Program)
{
	*Program = State->Connection;
	Program->enable = 0;
	if (State->Settings.Conn4 && Program->frame4)
		Program->enable |= TOE_CONN_IP4;
	if (State->Settings.Conn6 && Program->frame6)
		Program->enable |= TOE_CONN_IP6;
	Program->enable &= Caps->Conn;
	if (Program->enable)
		Program->enable |= Caps->Conn & (TOE_CONN_SACK | (Program->enable & TOE_CONN_IP6 ? TOE_CONN_EXT_HDR : 0));
	if (!(Program->frame4 & Caps->ConnFrames))
		Program->frame4 = Program->header4 = 0;
	if (!(Program->frame6 & Caps->ConnFrames))
		Program->frame6 = Program->header6 = 0;
}

/* ---- OID_TCP_OFFLOAD_PARAMETERS: applies a request to settings. All or nothing: the caller passes a copy. */
typedef struct _TOE_PARAMETER {
	UCHAR Offset; /* in NDIS_OFFLOAD_PARAMETERS */
	UCHAR Kind;
	USHORT Setting; /* in TOE_SETTINGS */
	ULONG Needs;    /* TOE_CSUM_* or TOE_SEG_* or TOE_CONN_* */
	UCHAR Revision; /* that has the member */
} TOE_PARAMETER;
enum { KindCsum, KindSeg, KindConn };
#define P(Member) FIELD_OFFSET(NDIS_OFFLOAD_PARAMETERS, Member)
#define S(Member) FIELD_OFFSET(TOE_SETTINGS, Member)
static const TOE_PARAMETER Parameters_[] = {
        {P(IPv4Checksum), KindCsum, S(IpCsum4), TOE_CSUM_IP4, 1},
        {P(TCPIPv4Checksum), KindCsum, S(TcpCsum4), TOE_CSUM_TCP4, 1},
        {P(UDPIPv4Checksum), KindCsum, S(UdpCsum4), TOE_CSUM_UDP4, 1},
        {P(TCPIPv6Checksum), KindCsum, S(TcpCsum6), TOE_CSUM_TCP6, 1},
        {P(UDPIPv6Checksum), KindCsum, S(UdpCsum6), TOE_CSUM_UDP6, 1},
        {P(LsoV1), KindSeg, S(LsoV1), TOE_SEG_LSO4, 1},
        {P(LsoV2IPv4), KindSeg, S(LsoV2Ip4), TOE_SEG_LSO4, 1},
        {P(LsoV2IPv6), KindSeg, S(LsoV2Ip6), TOE_SEG_LSO6, 1},
        {P(TcpConnectionIPv4), KindConn, S(Conn4), TOE_CONN_IP4, 1},
        {P(TcpConnectionIPv6), KindConn, S(Conn6), TOE_CONN_IP6, 1},
        {P(RscIPv4), KindSeg, S(Rsc4), TOE_SEG_RSC4, 3},
        {P(RscIPv6), KindSeg, S(Rsc6), TOE_SEG_RSC6, 3},
        {P(UdpSegmentation.IPv4), KindSeg, S(Uso4), TOE_SEG_USO4, 5},
        {P(UdpSegmentation.IPv6), KindSeg, S(Uso6), TOE_SEG_USO6, 5},
};

static NDIS_STATUS ApplyTunnel(const TOE_CAPS *Caps, TOE_SETTINGS *Settings, const NDIS_OFFLOAD_PARAMETERS *Parameters, ULONG Size,
                               UCHAR Revision)
{
	const UCHAR Supported =
	        (UCHAR)((Caps->Nvgre ? NDIS_ENCAPSULATION_TYPE_GRE_MAC : 0) | (Caps->Vxlan ? NDIS_ENCAPSULATION_TYPE_VXLAN : 0));
	UCHAR Types;

	if (Revision < NDIS_OFFLOAD_PARAMETERS_REVISION_3 || Size < NDIS_SIZEOF_OFFLOAD_PARAMETERS_REVISION_3)
		return NDIS_STATUS_SUCCESS;
	switch (Parameters->EncapsulatedPacketTaskOffload) {
	case NDIS_OFFLOAD_SET_NO_CHANGE:
		return NDIS_STATUS_SUCCESS;
	case NDIS_OFFLOAD_SET_OFF: /* 2: the encoding is the reverse of the other members' */
		Settings->TunnelTypes = 0;
		Settings->TunnelRequested = FALSE;
		return NDIS_STATUS_SUCCESS;
	case NDIS_OFFLOAD_SET_ON:
		break;
	default:
		return NDIS_STATUS_INVALID_DATA;
	}
	Types = Parameters->EncapsulationTypes;
	if (Types & ~(NDIS_ENCAPSULATION_TYPE_GRE_MAC | NDIS_ENCAPSULATION_TYPE_VXLAN))
		return NDIS_STATUS_INVALID_DATA;
	if (Types == 0) /* revision 3 requesters know one type only */
		Types = Supported;
	if (Types == 0 || (Types & ~Supported))
		return NDIS_STATUS_INVALID_DATA;
	if (Revision >= NDIS_OFFLOAD_PARAMETERS_REVISION_4 && Size >= NDIS_SIZEOF_OFFLOAD_PARAMETERS_REVISION_4 &&
	    (Types & NDIS_ENCAPSULATION_TYPE_VXLAN)) {
		const USHORT Port = Parameters->EncapsulationProtocolParameters.VxlanParameters.VxlanUDPPortNumber;
		if (Port != 0 && Port != Settings->VxlanPort && !(Caps->TunnelFlags & TOE_TUN_VXLAN_PORT))
			return NDIS_STATUS_INVALID_DATA;
		Settings->VxlanPort = Port ? Port : Settings->VxlanPortKeyword;
	}
	Settings->TunnelTypes = Types;
	Settings->TunnelRequested = TRUE;
	return NDIS_STATUS_SUCCESS;
}

/* Size: valid bytes of Parameters. Switching off what the card lacks succeeds; switching it on does not. */
NDIS_STATUS ToeOffloadParameters(const TOE_CAPS *Caps, TOE_SETTINGS *Settings, const NDIS_OFFLOAD_PARAMETERS *Parameters, ULONG Size)
{
	const UCHAR Revision = Parameters->Header.Revision < ToeDriver.Version->ParametersRevision ? Parameters->Header.Revision
	                                                                                           : ToeDriver.Version->ParametersRevision;
	ULONG i;

	for (i = 0; i < RTL_NUMBER_OF(Parameters_); i++) {
		const TOE_PARAMETER *p = &Parameters_[i];
		PUCHAR Setting = (PUCHAR)Settings + p->Setting;
		UCHAR Value;

		if (p->Revision > Revision || p->Offset >= Size)
			continue;
		Value = *((const UCHAR *)Parameters + p->Offset);
		if (Value == NDIS_OFFLOAD_PARAMETERS_NO_CHANGE)
			continue;
		if (p->Kind == KindCsum) {
			const UCHAR Wanted = Value - 1; /* 1 off, 2 transmit, 3 receive, 4 both */
			if (Value > NDIS_OFFLOAD_PARAMETERS_TX_RX_ENABLED)
				return NDIS_STATUS_INVALID_DATA;
			if (((Wanted & TOE_TX) && !(Caps->Csum & p->Needs)) ||
			    ((Wanted & TOE_RX) && !(Caps->Csum >> TOE_CSUM_RX_SHIFT & p->Needs)))
				return NDIS_STATUS_INVALID_DATA;
			*Setting = Wanted;
		} else {
			const UCHAR Wanted = Value - 1; /* 1 off, 2 on */
			if (Value > 2)
				return NDIS_STATUS_INVALID_DATA;
			if (Wanted && !((p->Kind == KindSeg ? Caps->Seg : Caps->Conn) & p->Needs))
				return NDIS_STATUS_INVALID_DATA;
			*Setting = Wanted;
		}
	}
	/* No IPsec offload: switching it on cannot be done, off is how it is. */
	if (Parameters->IPsecV1 > 1)
		return NDIS_STATUS_INVALID_DATA;
	if (Revision >= NDIS_OFFLOAD_PARAMETERS_REVISION_2 && Size >= NDIS_SIZEOF_OFFLOAD_PARAMETERS_REVISION_2 &&
	    (Parameters->IPsecV2 > 1 || Parameters->IPsecV2IPv4 > 1))
		return NDIS_STATUS_INVALID_DATA;
	return ApplyTunnel(Caps, Settings, Parameters, Size, Revision);
}
