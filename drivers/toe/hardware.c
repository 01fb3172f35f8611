/* Registers and capabilities (docs/toe-nic.md). */
#include "toe.h"

#define RESET_WAIT_US 100000

NDIS_STATUS ToeHardwareMap(TOE_ADAPTER *Adapter)
{
	PVOID Address = NULL;
	NDIS_STATUS Status;
	ULONG Low, High;

	if (Adapter->BarLength < TOE_BAR0_SIZE)
		return NDIS_STATUS_RESOURCE_CONFLICT;
	Status = NdisMMapIoSpace(&Address, Adapter->Handle, Adapter->BarAddress, TOE_BAR0_SIZE);
	if (Status != NDIS_STATUS_SUCCESS)
		return Status;
	Adapter->Bar = Address;
	if (ToeRead(Adapter, TOE_ID) != TOE_ID_VALUE || ToeRead(Adapter, TOE_INTERFACE) >> 16 != TOE_INTERFACE_MAJOR)
		return NDIS_STATUS_ADAPTER_NOT_FOUND;
	Low = ToeRead(Adapter, TOE_MAC_LO);
	High = ToeRead(Adapter, TOE_MAC_HI);
	NdisMoveMemory(Adapter->PermanentAddress, &Low, 4);
	NdisMoveMemory(Adapter->PermanentAddress + 4, &High, 2);
	Adapter->MaxFrame = ToeRead(Adapter, TOE_MAX_FRAME);
	ToeHardwareReadLink(Adapter);
	ToeHardwareReadCaps(Adapter, &Adapter->Caps);
	return NDIS_STATUS_SUCCESS;
}

VOID ToeHardwareUnmap(TOE_ADAPTER *Adapter)
{
	if (Adapter->Bar != NULL)
		NdisMUnmapIoSpace(Adapter->Handle, Adapter->Bar, TOE_BAR0_SIZE);
	Adapter->Bar = NULL;
}

/* PASSIVE_LEVEL. After it the card is cold: no rings, no interrupts, nothing enabled. */
NDIS_STATUS ToeHardwareReset(TOE_ADAPTER *Adapter)
{
	ULONG Waited;

	ToeWrite(Adapter, TOE_CONTROL, TOE_CONTROL_RESET);
	for (Waited = 0; Waited < RESET_WAIT_US; Waited += 1000) {
		const ULONG Status = ToeRead(Adapter, TOE_STATUS);
		if (Status == 0xffffffff) /* no card answers */
			return NDIS_STATUS_HARD_ERRORS;
		if ((Status & (TOE_STATUS_READY | TOE_STATUS_FATAL)) == TOE_STATUS_READY)
			return NDIS_STATUS_SUCCESS;
		NdisMSleep(1000);
	}
	return NDIS_STATUS_HARD_ERRORS;
}

VOID ToeHardwareReadLink(TOE_ADAPTER *Adapter)
{
	Adapter->Link = ToeRead(Adapter, TOE_LINK);
	Adapter->LinkMbps = ToeRead(Adapter, TOE_LINK_SPEED);
}

/*
 * Reduces what the card says to what may be reported (combining-types-of-task-offloads; udp-segmentation-offload-uso-):
 * TCP checksum needs IPv4 options, or TCP options and extension headers; LSO needs the checksums of its family; USO needs both families;
 * offloads inside tunnels need the plain ones; and what the registered NDIS version has no place for is not there.
 */
static VOID Reduce(TOE_CAPS *Caps)
{
	const USHORT Version = ToeDriver.Version->Version;
	ULONG Side, Csum = 0;

	if (!(Caps->Frames & TOE_FRAME_802_3)) {
		Caps->Csum = Caps->Seg = Caps->Nvgre = Caps->Vxlan = 0;
	}
	for (Side = 0; Side <= TOE_CSUM_RX_SHIFT; Side += TOE_CSUM_RX_SHIFT) {
		ULONG Bits = (Caps->Csum >> Side) & TOE_CSUM_ALL;
		if (!(Bits & TOE_CSUM_IP_OPT))
			Bits &= ~TOE_CSUM_TCP4;
		if (!(Bits & TOE_CSUM_TCP_OPT) || !(Bits & TOE_CSUM_EXT_HDR))
			Bits &= ~TOE_CSUM_TCP6;
		Csum |= Bits << Side;
	}
	Caps->Csum = Csum;
#define NEEDS(Feature, Required)                                                                                                           \
	if ((Caps->Csum & (Required)) != (Required))                                                                                       \
		Caps->Seg &= ~(Feature);
	NEEDS(TOE_SEG_LSO4, TOE_CSUM_IP4 | TOE_CSUM_TCP4 | TOE_CSUM_IP_OPT | TOE_CSUM_TCP_OPT)
	NEEDS(TOE_SEG_LSO6, TOE_CSUM_TCP6 | TOE_CSUM_TCP_OPT | TOE_CSUM_EXT_HDR)
	NEEDS(TOE_SEG_USO4, TOE_CSUM_IP4 | TOE_CSUM_UDP4 | TOE_CSUM_IP_OPT)
	NEEDS(TOE_SEG_USO6, TOE_CSUM_UDP6 | TOE_CSUM_EXT_HDR)
	NEEDS(TOE_SEG_RSC4, (TOE_CSUM_IP4 | TOE_CSUM_TCP4) << TOE_CSUM_RX_SHIFT)
	NEEDS(TOE_SEG_RSC6, (ULONG)TOE_CSUM_TCP6 << TOE_CSUM_RX_SHIFT)
#undef NEEDS
	if (!Caps->LsoMax4 || !Caps->LsoMin)
		Caps->Seg &= ~TOE_SEG_LSO4;
	if (!Caps->LsoMax6 || !Caps->LsoMin)
		Caps->Seg &= ~TOE_SEG_LSO6;
	if (Version < 683 || !Caps->UsoMax || !Caps->UsoMin || Caps->UsoMin > 63 ||
	    (Caps->Seg & (TOE_SEG_USO4 | TOE_SEG_USO6)) != (TOE_SEG_USO4 | TOE_SEG_USO6))
		Caps->Seg &= ~(TOE_SEG_USO4 | TOE_SEG_USO6 | TOE_SEG_USO_SHORT);
	if (Version < 684)
		Caps->Seg &= ~TOE_SEG_USO_SHORT;
	if (Version < 650)
		Caps->Vxlan = 0;
	if (!(Caps->Csum & (TOE_CSUM_TCP4 | TOE_CSUM_TCP6))) {
		Caps->Nvgre &= ~0x000fu;
		Caps->Vxlan &= ~0x000fu;
	}
	if (!(Caps->Csum >> TOE_CSUM_RX_SHIFT & (TOE_CSUM_TCP4 | TOE_CSUM_TCP6))) {
		Caps->Nvgre &= ~0x00f0u;
		Caps->Vxlan &= ~0x00f0u;
	}
	if (!(Caps->Seg & (TOE_SEG_LSO4 | TOE_SEG_LSO6))) {
		Caps->Nvgre &= ~0x0f00u;
		Caps->Vxlan &= ~0x0f00u;
	}
	if (!Caps->TunnelHeader)
		Caps->Nvgre = Caps->Vxlan = 0;
	if (!(Caps->Conn & (TOE_CONN_IP4 | TOE_CONN_IP6)) || !Caps->Capacity ||
	    !(Caps->ConnFrames & (TOE_FRAME_802_3 | TOE_FRAME_LLC_SNAP)) || !ToeDriver.Chimney)
		Caps->Conn = Caps->Capacity = Caps->ConnFrames = 0;
	if (!(Caps->Conn & TOE_CONN_IP6))
		Caps->Conn &= ~TOE_CONN_EXT_HDR;
}

/* The block is consistent when its generation is even and the same before and after. The firmware changes it rarely and quickly. */
VOID ToeHardwareReadCaps(TOE_ADAPTER *Adapter, TOE_CAPS *Caps)
{
	ULONG Try;

	NdisZeroMemory(Caps, sizeof(*Caps));
	for (Try = 0; Try < 1000; Try++) {
		Caps->Generation = ToeRead(Adapter, TOE_CAP_GENERATION);
		Caps->Csum = ToeRead(Adapter, TOE_CAP_CSUM);
		Caps->Seg = ToeRead(Adapter, TOE_CAP_SEG);
		Caps->LsoMax4 = ToeRead(Adapter, TOE_LSO_MAX4);
		Caps->LsoMax6 = ToeRead(Adapter, TOE_LSO_MAX6);
		Caps->LsoMin = ToeRead(Adapter, TOE_LSO_MIN);
		Caps->UsoMax = ToeRead(Adapter, TOE_USO_MAX);
		Caps->UsoMin = ToeRead(Adapter, TOE_USO_MIN);
		Caps->Frames = ToeRead(Adapter, TOE_CAP_FRAMES);
		Caps->Nvgre = ToeRead(Adapter, TOE_CAP_NVGRE);
		Caps->Vxlan = ToeRead(Adapter, TOE_CAP_VXLAN);
		Caps->TunnelHeader = ToeRead(Adapter, TOE_TUN_MAX_HEADER);
		Caps->TunnelFlags = ToeRead(Adapter, TOE_TUN_FLAGS);
		Caps->Rss = ToeRead(Adapter, TOE_CAP_RSS);
		Caps->Conn = ToeRead(Adapter, TOE_CAP_CONN);
		Caps->Capacity = ToeRead(Adapter, TOE_CONN_CAPACITY);
		Caps->ConnFrames = ToeRead(Adapter, TOE_CONN_FRAMES);
		Caps->Window = ToeRead(Adapter, TOE_CONN_WINDOW);
		if (!(Caps->Generation & 1) && ToeRead(Adapter, TOE_CAP_GENERATION) == Caps->Generation)
			break;
		NdisStallExecution(1);
	}
	Reduce(Caps);
}

static ULONG Least(ULONG a, ULONG b)
{
	return a < b ? a : b;
}

/* What both have: the part of a changed report that was true before and is true after. */
VOID ToeCapsIntersect(TOE_CAPS *Into, const TOE_CAPS *Other)
{
	Into->Csum &= Other->Csum;
	Into->Seg &= Other->Seg;
	Into->LsoMax4 = Least(Into->LsoMax4, Other->LsoMax4);
	Into->LsoMax6 = Least(Into->LsoMax6, Other->LsoMax6);
	Into->LsoMin = Into->LsoMin > Other->LsoMin ? Into->LsoMin : Other->LsoMin;
	Into->UsoMax = Least(Into->UsoMax, Other->UsoMax);
	Into->UsoMin = Into->UsoMin > Other->UsoMin ? Into->UsoMin : Other->UsoMin;
	Into->Frames &= Other->Frames;
	Into->Nvgre &= Other->Nvgre;
	Into->Vxlan &= Other->Vxlan;
	Into->TunnelHeader = Least(Into->TunnelHeader, Other->TunnelHeader);
	Into->TunnelFlags &= Other->TunnelFlags;
	Into->Conn &= Other->Conn;
	Into->Capacity = Least(Into->Capacity, Other->Capacity);
	Into->ConnFrames &= Other->ConnFrames;
	Into->Window = Least(Into->Window, Other->Window);
}

/*
 * Connection offload is never reported beyond what the attributes stated: the hardware report of a plain miniport cannot grow afterwards
 * (only MUX drivers indicate it: ndis-status-tcp-connection-offload-hardware-capabilities), and the configuration must stay within it.
 */
VOID ToeCapsLimitConnection(TOE_CAPS *Caps, const TOE_CAPS *Initial)
{
	Caps->Conn &= Initial->Conn;
	if (!(Caps->Conn & (TOE_CONN_IP4 | TOE_CONN_IP6)))
		Caps->Conn = 0;
	if (!(Caps->Conn & TOE_CONN_IP6))
		Caps->Conn &= ~TOE_CONN_EXT_HDR;
	Caps->Capacity = Least(Caps->Capacity, Initial->Capacity);
	Caps->ConnFrames &= Initial->ConnFrames;
	if (Caps->Conn == 0 || Caps->Capacity == 0 || Caps->ConnFrames == 0)
		Caps->Conn = Caps->Capacity = Caps->ConnFrames = 0;
}
