/*
 * What a packet asks for (the out-of-band information of its NET_BUFFER_LIST and its headers), whether that is enabled, and how it is
 * described to the card.
 *
 * NDIS passes down only what was reported as enabled. All of it is checked nevertheless: the card stops on a descriptor that asks for more
 * than it was told to do (manual, section 12), and between a change of the configuration and everybody's knowing it a packet made under the
 * old one can arrive; documented is that it may then be failed (offloading-the-segmentation-of-large-tcp-packets).
 *
 * Headers may be spread over MDLs at any place (only those of a large send are in one): NdisGetDataBuffer makes them contiguous.
 */
#include "toe.h"

#define HEAD_BYTES 256u /* the card looks no further */

typedef struct _HEADERS {
	const UCHAR *At;
	ULONG Length; /* that can be looked at */
	ULONG L3, L4;
	BOOLEAN Ip6, Options; /* IPv4 options, IPv6 extension headers */
	UCHAR Protocol;
} HEADERS;

static ULONG Big16(const UCHAR *p)
{
	return (ULONG)p[0] << 8 | p[1];
}

/* Finds the IP and the transport header of an Ethernet II frame, tagged or not. FALSE: there is none. Protocol 0: a fragment. */
static BOOLEAN FindHeaders(HEADERS *h)
{
	ULONG Type, Next;

	h->L3 = 14;
	if (h->Length < 14)
		return FALSE;
	Type = Big16(h->At + 12);
	if (Type == 0x8100 && h->Length >= 18) {
		Type = Big16(h->At + 16);
		h->L3 = 18;
	}
	if (Type == 0x0800 && h->Length >= h->L3 + 20 && h->At[h->L3] >> 4 == 4) {
		const UCHAR *Ip = h->At + h->L3;
		h->Ip6 = FALSE;
		h->L4 = h->L3 + (Ip[0] & 15) * 4;
		h->Options = h->L4 > h->L3 + 20;
		h->Protocol = Big16(Ip + 6) & 0x3fff
		                      ? 0
		                      : Ip[9]; /* a fragment has an IP header, whose checksum can be asked for, and no transport */
		return h->L4 >= h->L3 + 20 && h->L4 <= h->Length;
	}
	if (Type != 0x86dd || h->Length < h->L3 + 40 || h->At[h->L3] >> 4 != 6)
		return FALSE;
	h->Ip6 = TRUE;
	h->L4 = h->L3 + 40;
	h->Options = FALSE;
	for (Next = h->At[h->L3 + 6]; Next == 0 || Next == 43 || Next == 60; h->Options = TRUE) {
		if (h->L4 + 2 > h->Length)
			return FALSE;
		Next = h->At[h->L4];
		h->L4 += (h->At[h->L4 + 1] + 1u) * 8;
	}
	h->Protocol = (UCHAR)Next;
	return h->L4 <= h->Length;
}

/* Length of the TCP or UDP header, 0: it is not (whole) there. */
static ULONG TransportLength(const HEADERS *h)
{
	ULONG Length = 8;

	if (h->Protocol != 6 && h->Protocol != 17)
		return 0;
	if (h->Protocol == 6) {
		if (h->L4 + 20 > h->Length)
			return 0;
		Length = (h->At[h->L4 + 12] >> 4) * 4;
		if (Length < 20)
			return 0;
	}
	return h->L4 + Length <= h->Length ? Length : 0;
}

static NDIS_STATUS ParseSegmentation(const HEADERS *h, ULONG Mss, ULONG Offset, ULONG Length, TOE_TX_REQUEST *Request)
{
	const BOOLEAN Tcp = h->Protocol == 6;
	const ULONG Transport = TransportLength(h), Header = h->L4 + Transport;

	if (Transport == 0 || Mss == 0 || Mss > 0xffff || (Offset != 0 && Offset != h->L4) || Length <= Header)
		return NDIS_STATUS_FAILURE;
	Request->Flags = (USHORT)((Tcp ? TOE_TX_LSO : TOE_TX_USO) | (h->Ip6 ? TOE_TX_IP6 : 0));
	Request->Seg = Tcp ? (h->Ip6 ? TOE_SEG_LSO6 : TOE_SEG_LSO4) : (h->Ip6 ? TOE_SEG_USO6 : TOE_SEG_USO4);
	Request->Mss = (USHORT)Mss;
	Request->L3 = (USHORT)h->L3;
	Request->L4 = (USHORT)h->L4;
	Request->Header = (USHORT)Header;
	Request->Payload = Length - Header;
	Request->Segments = (Request->Payload + Mss - 1) / Mss;
	if (!Tcp && Request->Payload % Mss)
		Request->Seg |= TOE_SEG_USO_SHORT;
	return NDIS_STATUS_SUCCESS;
}

static NDIS_STATUS ParseChecksum(const HEADERS *h, NDIS_TCP_IP_CHECKSUM_NET_BUFFER_LIST_INFO Csum, TOE_TX_REQUEST *Request)
{
	const ULONG Transport = TransportLength(h);

	if (h->Ip6 ? !Csum.Transmit.IsIPv6 : !Csum.Transmit.IsIPv4)
		return NDIS_STATUS_FAILURE;
	Request->Flags = h->Ip6 ? TOE_TX_IP6 : 0;
	Request->L3 = (USHORT)h->L3;
	Request->L4 = (USHORT)h->L4;
	if (Csum.Transmit.IpHeaderChecksum && !h->Ip6) {
		Request->Flags |= TOE_TX_CSUM_IP4;
		Request->Csum |= TOE_CSUM_IP4;
	}
	if (Csum.Transmit.TcpChecksum) {
		if (h->Protocol != 6 || Transport == 0 || (Csum.Transmit.TcpHeaderOffset != 0 && Csum.Transmit.TcpHeaderOffset != h->L4))
			return NDIS_STATUS_FAILURE;
		Request->Flags |= TOE_TX_CSUM_TCP;
		Request->Csum |= (h->Ip6 ? TOE_CSUM_TCP6 : TOE_CSUM_TCP4) | (Transport > 20 ? TOE_CSUM_TCP_OPT : 0);
	} else if (Csum.Transmit.UdpChecksum) {
		if (h->Protocol != 17 || Transport == 0)
			return NDIS_STATUS_FAILURE;
		Request->Flags |= TOE_TX_CSUM_UDP;
		Request->Csum |= h->Ip6 ? TOE_CSUM_UDP6 : TOE_CSUM_UDP4;
	}
	if (h->Options && Request->Csum != 0)
		Request->Csum |= h->Ip6 ? TOE_CSUM_EXT_HDR : TOE_CSUM_IP_OPT;
	return NDIS_STATUS_SUCCESS;
}

/* The tag: what the sender wants, else the VLAN the adapter is configured for (ns-ndis-_ndis_net_buffer_list_8021q_info, oid-gen-vlan-id).
 */
static ULONG TagOf(TOE_ADAPTER *Adapter, PNET_BUFFER_LIST List)
{
	NDIS_NET_BUFFER_LIST_8021Q_INFO Tag;
	ULONG Id = 0, Priority = 0;

	Tag.Value = NET_BUFFER_LIST_INFO(List, Ieee8021QNetBufferListInfo);
	if (Adapter->PriorityVlan & 2)
		Id = Tag.TagHeader.VlanId != 0 ? Tag.TagHeader.VlanId : Adapter->VlanId;
	if (Adapter->PriorityVlan & 1)
		Priority = Tag.TagHeader.UserPriority;
	return Priority << 13 | (ULONG)Tag.TagHeader.CanonicalFormatId << 12 | Id;
}

NDIS_STATUS ToePacketParse(TOE_ADAPTER *Adapter, PNET_BUFFER_LIST List, PNET_BUFFER Buffer, TOE_TX_REQUEST *Request)
{
	const ULONG Length = NET_BUFFER_DATA_LENGTH(Buffer);
	NDIS_TCP_LARGE_SEND_OFFLOAD_NET_BUFFER_LIST_INFO Lso;
	NDIS_UDP_SEGMENTATION_OFFLOAD_NET_BUFFER_LIST_INFO Uso;
	NDIS_TCP_IP_CHECKSUM_NET_BUFFER_LIST_INFO Csum;
	NDIS_STATUS Status = NDIS_STATUS_SUCCESS;
	UCHAR Storage[HEAD_BYTES];
	ULONG Tag, Room;
	HEADERS h;

	NdisZeroMemory(Request, sizeof(*Request));
	Csum.Value = NET_BUFFER_LIST_INFO(List, TcpIpChecksumNetBufferListInfo);
	Lso.Value = NET_BUFFER_LIST_INFO(List, TcpLargeSendNetBufferListInfo);
	Uso.Value = ToeDriver.Version->Version >= 683 ? NET_BUFFER_LIST_INFO(List, UdpSegmentationOffloadInfo) : NULL;
	if (Length < 14)
		return NDIS_STATUS_FAILURE;
	if (Csum.Value != NULL || Lso.Value != NULL || Uso.Value != NULL) {
		h.Length = Length < HEAD_BYTES ? Length : HEAD_BYTES;
		h.At = NdisGetDataBuffer(Buffer, h.Length, Storage, 1, 0);
		if (h.At == NULL)
			return NDIS_STATUS_RESOURCES;
		if (!FindHeaders(&h))
			return NDIS_STATUS_FAILURE;
	}
	if (Lso.Value != NULL) {
		/* A large send is one packet. The headers are what counts; Type and IPVersion may only agree. */
		const BOOLEAN V2 = Lso.Transmit.Type == NDIS_TCP_LARGE_SEND_OFFLOAD_V2_TYPE;
		if (h.Protocol != 6 || NET_BUFFER_NEXT_NB(NET_BUFFER_LIST_FIRST_NB(List)) != NULL || (h.Ip6 && !V2) ||
		    (V2 && (Lso.LsoV2Transmit.IPVersion != 0) != h.Ip6))
			return NDIS_STATUS_FAILURE;
		Status = ParseSegmentation(&h, Lso.LsoV2Transmit.MSS, Lso.LsoV2Transmit.TcpHeaderOffset, Length, Request);
	} else if (Uso.Value != NULL) {
		if (h.Protocol != 17)
			return NDIS_STATUS_FAILURE;
		Status = ParseSegmentation(&h, Uso.Transmit.MSS, Uso.Transmit.UdpHeaderOffset, Length, Request);
	} else if (Csum.Value != NULL) {
		Status = ParseChecksum(&h, Csum, Request);
	}
	if (Status != NDIS_STATUS_SUCCESS)
		return Status;
	/* An in-frame tag does not count against the frame size; the card looks at the frame the same way. */
	Room = Adapter->KeywordFrame;
	if (Length > Room && (Request->Flags & (TOE_TX_LSO | TOE_TX_USO)) == 0) {
		const UCHAR *Type = NdisGetDataBuffer(Buffer, 14, Storage, 1, 0);
		if (Type == NULL || Length > Room + (Big16(Type + 12) == 0x8100 ? 4 : 0))
			return NDIS_STATUS_INVALID_LENGTH;
	}
	if (Request->Mss != 0 && (ULONG)Request->Header + Request->Mss > Room + (Request->L3 == 18 ? 4 : 0))
		return NDIS_STATUS_INVALID_LENGTH;
	Tag = TagOf(Adapter, List);
	if (Tag != 0) {
		if (!(Adapter->Caps.Frames & TOE_FRAME_1Q_OOB))
			return NDIS_STATUS_FAILURE;
		Request->Flags |= TOE_TX_VLAN;
		Request->Vlan = (USHORT)Tag;
	}
	return NDIS_STATUS_SUCCESS;
}

NDIS_STATUS ToePacketAllowed(const TOE_TX_RULES *Rules, const TOE_TX_REQUEST *Request)
{
	if ((Request->Csum & ~Rules->Csum) || (Request->Seg & ~Rules->Seg))
		return NDIS_STATUS_FAILURE;
	if ((Request->Flags & TOE_TX_LSO) &&
	    (Request->Payload > (Request->Flags & TOE_TX_IP6 ? Rules->LsoMax6 : Rules->LsoMax4) || Request->Segments < Rules->LsoMin))
		return NDIS_STATUS_FAILURE;
	if ((Request->Flags & TOE_TX_USO) && (Request->Payload > Rules->UsoMax || Request->Segments < Rules->UsoMin))
		return NDIS_STATUS_FAILURE;
	return NDIS_STATUS_SUCCESS;
}

VOID ToePacketRules(const TOE_CAPS *Caps, const TOE_STATE *State, TOE_TX_RULES *Rules)
{
	struct toe_offloads Program;

	ToeOffloadProgram(Caps, State, &Program);
	Rules->Csum = Program.csum & TOE_CSUM_ALL;
	Rules->Seg = Program.seg;
	Rules->LsoMax4 = Caps->LsoMax4;
	Rules->LsoMax6 = Caps->LsoMax6;
	Rules->LsoMin = Caps->LsoMin;
	Rules->UsoMax = Caps->UsoMax;
	Rules->UsoMin = Caps->UsoMin;
}

/* ---- to the card */
typedef struct _PIECE {
	ULONG64 Address;
	ULONG Length;
} PIECE;

/* The pieces of a mapped packet; 0: more than the card takes. */
static ULONG Pieces(const TOE_TX_PACKET *Packet, PIECE *Piece)
{
	ULONG Skip = NET_BUFFER_CURRENT_MDL_OFFSET(Packet->Buffer), Left = NET_BUFFER_DATA_LENGTH(Packet->Buffer), Count = 0, i;

	for (i = 0; i < Packet->Sgl->NumberOfElements && Left != 0; i++) {
		ULONG64 Address = (ULONG64)Packet->Sgl->Elements[i].Address.QuadPart;
		ULONG Length = Packet->Sgl->Elements[i].Length;
		if (Skip >= Length) { /* the list begins where the MDL begins, not where the data does */
			Skip -= Length;
			continue;
		}
		Address += Skip;
		Length -= Skip;
		Skip = 0;
		if (Length > Left)
			Length = Left;
		Left -= Length;
		while (Length != 0) {
			const ULONG Part = Length < 65536 ? Length : 65536;
			if (Count == TOE_TX_PIECES)
				return 0;
			Piece[Count].Address = Address;
			Piece[Count++].Length = Part;
			Address += Part;
			Length -= Part;
		}
	}
	return Left == 0 ? Count : 0;
}

/* A packet of too many pieces, in one. The buffer serves one packet at a time. */
static ULONG Bounce(TOE_TX_QUEUE *Queue, TOE_TX_PACKET *Packet, PIECE *Piece)
{
	const ULONG Length = NET_BUFFER_DATA_LENGTH(Packet->Buffer);
	PVOID Data = NdisGetDataBuffer(Packet->Buffer, Length, Queue->Bounce.Address, 1, 0);
	ULONG At = 0, Count = 0;

	if (Data == NULL)
		return 0;
	if (Data != Queue->Bounce.Address)
		NdisMoveMemory(Queue->Bounce.Address, Data, Length);
	Queue->BounceBusy = Packet->Bounced = TRUE;
	for (; At < Length; Count++) {
		Piece[Count].Address = (ULONG64)Queue->Bounce.Physical.QuadPart + At;
		Piece[Count].Length = Length - At < 65536 ? Length - At : 65536;
		At += Piece[Count].Length;
	}
	return Count;
}

/*
 * Puts the packet's descriptors into the ring, behind those already there. Returns their number; 0 and STATUS_SUCCESS in Packet->Status: no
 * room now, later; 0 and another status: it cannot be sent.
 */
ULONG ToePacketDescribe(TOE_TX_QUEUE *Queue, TOE_TX_PACKET *Packet)
{
	const TOE_TX_REQUEST *Request = &Packet->Request;
	const ULONG Free = Queue->Entries - (Queue->Producer - Queue->Consumer);
	PIECE Piece[TOE_TX_PIECES];
	ULONG Count, i;

	if (Packet->Sgl == NULL) {
		Piece[0].Address = Packet->CopyAddress;
		Piece[0].Length = NET_BUFFER_DATA_LENGTH(Packet->Buffer);
		Count = 1;
	} else {
		Count = Pieces(Packet, Piece);
		if (Count == 0 || Count > Queue->Entries) {
			if (NET_BUFFER_DATA_LENGTH(Packet->Buffer) > TOE_BOUNCE_BYTES) {
				Packet->Status = NDIS_STATUS_RESOURCES;
				return 0;
			}
			if (Queue->BounceBusy || Free < 2)
				return 0;
			Count = Bounce(Queue, Packet, Piece);
			if (Count == 0) {
				Packet->Status = NDIS_STATUS_RESOURCES;
				return 0;
			}
		}
	}
	if (Count > Free)
		return 0;
	for (i = 0; i < Count; i++) {
		struct toe_tx_desc *d = &Queue->Descriptors[(Queue->Producer + i) & (Queue->Entries - 1)];
		d->address = Piece[i].Address;
		d->length = Piece[i].Length;
		d->flags = (USHORT)((i == 0 ? Request->Flags | TOE_TX_FIRST : 0) | (i + 1 == Count ? TOE_TX_LAST : 0));
		d->mss = Request->Mss;
		d->l3 = Request->L3;
		d->l4 = Request->L4;
		d->header = Request->Header;
		d->vlan = Request->Vlan;
		d->cookie = 0;
	}
	return Count;
}
