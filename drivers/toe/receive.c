/*
 * Receives. Each buffer posted to the card has its MDL, NET_BUFFER and NET_BUFFER_LIST from the beginning. A frame takes one buffer or
 * several; it goes up in the first one's list, with the MDLs of the others chained behind. When the list comes back all its buffers are
 * free again and posted, in batches.
 *
 * A round of the service takes what the card has completed, up to the DPC's limit, makes one chain and indicates it. When few buffers are
 * left with the card the chain is only lent (NDIS_RECEIVE_FLAGS_RESOURCES) and its buffers posted again at once
 * (nf-ndis-ndismindicatereceivenetbufferlists). While the adapter pauses or is paused, frames are dropped.
 */
#include "toe.h"

#define BATCH 32 /* returned buffers are posted when there are so many */

#define BUFFER(List) NET_BUFFER_LIST_MINIPORT_RESERVED(List)[0] /* its TOE_RX_BUFFER */

static VOID Release(TOE_RX_QUEUE *Queue, TOE_RX_BUFFER *Buffer)
{
	Buffer->Next = Queue->Free;
	Queue->Free = Buffer;
	Queue->FreeCount++;
}

/* All free buffers to the card. Queue->Lock is held. TRUE: ring the doorbell (without the lock). */
static BOOLEAN Post(TOE_RX_QUEUE *Queue)
{
	const ULONG Old = Queue->Producer;

	if (Queue->Stopped || Queue->Free == NULL)
		return FALSE;
	while (Queue->Free != NULL) { /* there are as many entries as buffers */
		TOE_RX_BUFFER *Buffer = Queue->Free;
		struct toe_rx_buffer *Entry = &Queue->Posts[Queue->Producer & (Queue->Entries - 1)];
		Queue->Free = Buffer->Next;
		Buffer->Posted = TRUE;
		Entry->address = Buffer->Address;
		Entry->length = Queue->BufferSize;
		Entry->id = (ULONG)(Buffer - Queue->Buffers);
		Queue->Producer++;
	}
	Queue->PostedCount += Queue->FreeCount;
	Queue->FreeCount = 0;
	KeMemoryBarrierWithoutFence();
	Queue->Control->producer = Queue->Producer;
	KeMemoryBarrier();
	return Queue->Producer - Queue->Control->doorbell_event - 1 < Queue->Producer - Old;
}

static VOID Doorbell(TOE_RX_QUEUE *Queue)
{
	if (!Queue->Adapter->Removed)
		ToeWrite(Queue->Adapter, TOE_DOORBELLS + 256 * Queue->Index + TOE_DOORBELL_RX, 1);
}

/* The queue is stopped and the caller owns it. Everything that is not above us is posted to an empty ring. */
VOID ToeReceivePrepare(TOE_RX_QUEUE *Queue)
{
	ULONG i;

	NdisAcquireSpinLock(&Queue->Lock);
	Queue->Free = NULL;
	Queue->FreeCount = Queue->PostedCount = Queue->Producer = 0;
	for (; Queue->Part != NULL; Queue->Part = Queue->Part->Next)
		Queue->Part->Held = FALSE;
	for (i = 0; i < Queue->Entries; i++) {
		Queue->Buffers[i].Posted = FALSE;
		if (!Queue->Buffers[i].Held)
			Release(Queue, &Queue->Buffers[i]);
	}
	Queue->Seen = 0;
	Queue->PartLast = NULL;
	NdisZeroMemory(Queue->Memory.Address, Queue->Memory.Length);
	Queue->Stopped = FALSE;
	Post(Queue); /* no doorbell: the card looks when it is given the queue */
	Queue->Stopped = TRUE;
	NdisReleaseSpinLock(&Queue->Lock);
}

/* ---- a frame */
static VOID FillChecksums(PNET_BUFFER_LIST List, const struct toe_rx_done *Done)
{
	NDIS_TCP_IP_CHECKSUM_NET_BUFFER_LIST_INFO Csum;
	const ULONG Flags = Done->flags;

	Csum.Value = NULL;
	Csum.Receive.IpChecksumSucceeded = (Flags & TOE_RX_IP4_GOOD) != 0;
	Csum.Receive.IpChecksumFailed = (Flags & TOE_RX_IP4_BAD) != 0;
	if (Flags & TOE_RX_TCP) {
		Csum.Receive.TcpChecksumSucceeded = (Flags & TOE_RX_L4_GOOD) != 0;
		Csum.Receive.TcpChecksumFailed = (Flags & TOE_RX_L4_BAD) != 0;
	} else if (Flags & TOE_RX_UDP) {
		Csum.Receive.UdpChecksumSucceeded = (Flags & TOE_RX_L4_GOOD) != 0;
		Csum.Receive.UdpChecksumFailed = (Flags & TOE_RX_L4_BAD) != 0;
	}
	/* Coalesced: the card validates the segments' checksums and does not compute new ones (indicating-coalesced-segments). */
	if (Done->segments > 1)
		Csum.Receive.TcpChecksumValueInvalid = Csum.Receive.IpChecksumValueInvalid = 1;
	NET_BUFFER_LIST_INFO(List, TcpIpChecksumNetBufferListInfo) = Csum.Value;
}

static VOID FillHash(PNET_BUFFER_LIST List, const struct toe_rx_done *Done)
{
	const ULONG Type = Done->flags & TOE_RX_HASH_TCP4   ? NDIS_HASH_TCP_IPV4
	                   : Done->flags & TOE_RX_HASH_IP4  ? NDIS_HASH_IPV4
	                   : Done->flags & TOE_RX_HASH_TCP6 ? NDIS_HASH_TCP_IPV6
	                   : Done->flags & TOE_RX_HASH_IP6  ? NDIS_HASH_IPV6
	                                                    : 0;

	NET_BUFFER_LIST_INFO(List, NetBufferListHashInfo) = NULL;
	NET_BUFFER_LIST_SET_HASH_VALUE(List, Type ? Done->hash : 0);
	if (Type) {
		NET_BUFFER_LIST_SET_HASH_TYPE(List, Type);
		NET_BUFFER_LIST_SET_HASH_FUNCTION(List, NdisHashFunctionToeplitz);
	}
}

/* The tag. FALSE: the frame is of another VLAN than the one the adapter is in. */
static BOOLEAN FillTag(TOE_ADAPTER *Adapter, PNET_BUFFER_LIST List, const struct toe_rx_done *Done)
{
	NDIS_NET_BUFFER_LIST_8021Q_INFO Tag;

	Tag.Value = NULL;
	if (Done->flags & TOE_RX_VLAN) {
		Tag.TagHeader.UserPriority = Done->vlan >> 13;
		Tag.TagHeader.CanonicalFormatId = Done->vlan >> 12 & 1;
		Tag.TagHeader.VlanId = Done->vlan & 0xfff;
	}
	NET_BUFFER_LIST_INFO(List, Ieee8021QNetBufferListInfo) = Tag.Value;
	return !(Adapter->PriorityVlan & 2) || Adapter->VlanId == 0 || Tag.TagHeader.VlanId == 0 || Tag.TagHeader.VlanId == Adapter->VlanId;
}

/* The frame's list, described by its last completion. */
static PNET_BUFFER_LIST Frame(TOE_RX_QUEUE *Queue, TOE_RX_BUFFER *First, const struct toe_rx_done *Done, BOOLEAN *Wanted)
{
	const PNET_BUFFER_LIST List = First->List;
	const PNET_BUFFER Buffer = NET_BUFFER_LIST_FIRST_NB(List);
	NDIS_RSC_NBL_INFO Rsc;
	TOE_RX_BUFFER *At;

	for (At = First; At->Next != NULL; At = At->Next)
		At->Mdl->Next = At->Next->Mdl;
	At->Mdl->Next = NULL;
	NET_BUFFER_FIRST_MDL(Buffer) = NET_BUFFER_CURRENT_MDL(Buffer) = First->Mdl;
	NET_BUFFER_DATA_OFFSET(Buffer) = NET_BUFFER_CURRENT_MDL_OFFSET(Buffer) = 0;
	NET_BUFFER_DATA_LENGTH(Buffer) = Done->frame_length;
	NET_BUFFER_NEXT_NB(Buffer) = NULL;
	NET_BUFFER_LIST_STATUS(List) = NDIS_STATUS_SUCCESS;
	NET_BUFFER_LIST_NBL_FLAGS(List) = (Done->l3 == 0              ? 0
	                                   : Done->flags & TOE_RX_IP6 ? NDIS_NBL_FLAGS_IS_IPV6
	                                                              : NDIS_NBL_FLAGS_IS_IPV4) |
	                                  (Done->flags & TOE_RX_TCP   ? NDIS_NBL_FLAGS_IS_TCP
	                                   : Done->flags & TOE_RX_UDP ? NDIS_NBL_FLAGS_IS_UDP
	                                                              : 0);
	List->SourceHandle = Queue->Adapter->Handle;
	FillChecksums(List, Done);
	FillHash(List, Done);
	Rsc.Value = NULL;
	NET_BUFFER_LIST_INFO(List, RscTcpTimestampDelta) = NULL;
	if (Done->segments > 1) {
		Rsc.Info.CoalescedSegCount = Done->segments;
		Rsc.Info.DupAckCount = Done->duplicate_acks;
		NET_BUFFER_LIST_INFO(List, RscTcpTimestampDelta) = UlongToPtr(Done->timestamp_delta);
	}
	NET_BUFFER_LIST_INFO(List, TcpRecvSegCoalesceInfo) = Rsc.Value;
	*Wanted = FillTag(Queue->Adapter, List, Done);
	return List;
}

static VOID ReleaseFrame(TOE_RX_QUEUE *Queue, TOE_RX_BUFFER *Buffer)
{
	TOE_RX_BUFFER *Next;

	for (; Buffer != NULL; Buffer = Next) {
		Next = Buffer->Next;
		Buffer->Held = FALSE;
		Release(Queue, Buffer);
	}
}

/* Takes up to Budget frames off the completion ring. FALSE: the card writes nonsense. */
static BOOLEAN Gather(TOE_RX_QUEUE *Queue, BOOLEAN Running, ULONG Budget, TOE_NBL_LIST *Up, TOE_RX_BUFFER **Dropped, ULONG *Taken)
{
	const ULONG Completed = Queue->Control->completed;
	BOOLEAN Wanted;

	KeMemoryBarrierWithoutFence(); /* loads are not reordered */
	while (Queue->Seen != Completed && Up->Count < Budget) {
		struct toe_rx_done Done;
		TOE_RX_BUFFER *Buffer;
		NdisMoveMemory(&Done, (const VOID *)&Queue->Done[Queue->Seen & (Queue->Entries - 1)], sizeof(Done));
		if (Completed - Queue->Seen > Queue->Entries || Done.id >= Queue->Entries || !Queue->Buffers[Done.id].Posted)
			return FALSE;
		Buffer = &Queue->Buffers[Done.id];
		Buffer->Posted = FALSE;
		Buffer->Held = TRUE;
		Buffer->Next = NULL;
		Queue->Seen++;
		++*Taken;
		if (Queue->Part == NULL)
			Queue->Part = Buffer;
		else
			Queue->PartLast->Next = Buffer;
		Queue->PartLast = Buffer;
		if (Done.flags & TOE_RX_LAST) {
			TOE_RX_BUFFER *First = Queue->Part;
			PNET_BUFFER_LIST List = Frame(Queue, First, &Done, &Wanted);
			Queue->Part = Queue->PartLast = NULL;
			if (Running && Wanted) {
				ToeListAdd(Up, List);
			} else {
				Buffer->Next = *Dropped;
				*Dropped = First;
				if (Running)
					InterlockedIncrement(&Queue->Adapter->Data.RxDiscards);
			}
		}
	}
	Queue->Control->seen = Queue->Seen;
	return TRUE;
}

/* Running: the caller has entered (ToeEnter), frames may go up; else they are dropped. */
static ULONG Round(TOE_RX_QUEUE *Queue, BOOLEAN Running, ULONG Budget)
{
	TOE_ADAPTER *Adapter = Queue->Adapter;
	TOE_NBL_LIST Up = {NULL, NULL, 0};
	TOE_RX_BUFFER *Dropped = NULL;
	ULONG Taken = 0;
	BOOLEAN Low, Ring, Sane;
	PNET_BUFFER_LIST List, Next;

	Sane = Gather(Queue, Running, Budget, &Up, &Dropped, &Taken);
	NdisDprAcquireSpinLock(&Queue->Lock);
	Queue->PostedCount -= Taken;
	ReleaseFrame(Queue, Dropped);
	Ring = Taken != 0 && Post(Queue);
	Low = Queue->PostedCount < Queue->Entries / 8;
	NdisDprReleaseSpinLock(&Queue->Lock);
	if (Ring)
		Doorbell(Queue);
	if (!Sane)
		ToeResetQueue(Adapter, FALSE);
	if (Up.Count == 0)
		return 0;
	if (!Low)
		ToeEnterMore(Adapter, Up.Count);
	NdisMIndicateReceiveNetBufferLists(Adapter->Handle, Up.First, NDIS_DEFAULT_PORT_NUMBER, Up.Count,
	                                   NDIS_RECEIVE_FLAGS_DISPATCH_LEVEL | (Low ? NDIS_RECEIVE_FLAGS_RESOURCES : 0));
	if (Low) {
		NdisDprAcquireSpinLock(&Queue->Lock);
		for (List = Up.First; List != NULL; List = Next) {
			Next = NET_BUFFER_LIST_NEXT_NBL(List);
			ReleaseFrame(Queue, BUFFER(List));
		}
		Ring = Post(Queue);
		NdisDprReleaseSpinLock(&Queue->Lock);
		if (Ring)
			Doorbell(Queue);
	}
	return Up.Count;
}

/*
 * DISPATCH_LEVEL, from the DPC: indicates up to Budget frames. More: there are more. Returns how many it indicated.
 */
ULONG ToeReceive(TOE_RX_QUEUE *Queue, ULONG Budget, BOOLEAN *More)
{
	ULONG Count = 0;
	LONG Seen;

	*More = FALSE;
	if (InterlockedIncrement(&Queue->Claims) != 1)
		return 0;
	do {
		Seen = Queue->Claims;
		if (ToeEnter(Queue->Adapter)) {
			Count += Round(Queue, Queue->Adapter->RunState == ToeRunning, Budget - Count);
			ToeLeave(Queue->Adapter, 1);
		} else {
			Round(Queue, FALSE, Budget);
		}
		*More = Queue->Control->completed != Queue->Seen;
		if (*More && Count >= Budget) {
			InterlockedExchange(&Queue->Claims, 0); /* another DPC goes on */
			break;
		}
	} while (*More || InterlockedCompareExchange(&Queue->Claims, 0, Seen) != Seen);
	return Count;
}

/* As ToeSendArm. */
BOOLEAN ToeReceiveArm(TOE_RX_QUEUE *Queue)
{
	const ULONG Seen = Queue->Seen;

	Queue->Control->interrupt_event = Seen;
	KeMemoryBarrier();
	return Queue->Control->completed != Seen;
}

VOID NTAPI ToeReturnNetBufferLists(NDIS_HANDLE MiniportAdapterContext, PNET_BUFFER_LIST NetBufferLists, ULONG ReturnFlags)
{
	TOE_ADAPTER *Adapter = MiniportAdapterContext;
	PNET_BUFFER_LIST List = NetBufferLists, Next;
	ULONG Count = 0;

	UNREFERENCED_PARAMETER(ReturnFlags);
	while (List != NULL) {
		TOE_RX_QUEUE *Queue = ((TOE_RX_BUFFER *)BUFFER(List))->Queue;
		BOOLEAN Ring = FALSE;
		NdisAcquireSpinLock(&Queue->Lock);
		for (; List != NULL && ((TOE_RX_BUFFER *)BUFFER(List))->Queue == Queue; List = Next, Count++) {
			Next = NET_BUFFER_LIST_NEXT_NBL(List);
			ReleaseFrame(Queue, BUFFER(List));
		}
		if (Queue->FreeCount >= BATCH || Queue->PostedCount < Queue->Entries / 8)
			Ring = Post(Queue);
		NdisReleaseSpinLock(&Queue->Lock);
		if (Ring)
			Doorbell(Queue);
	}
	ToeLeave(Adapter, Count);
}
