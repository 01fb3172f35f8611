/*
 * Sends. MiniportSendNetBufferLists puts lists into a queue's Waiting and serves the queue; the service maps (NdisMAllocateNetBufferSGList;
 * small packets are copied instead), hands to the card, and completes what the card has sent. It runs in the sender's thread or in the DPC,
 * whoever comes first (data.h). Producer index and doorbell are updated once for all packets of a round.
 *
 * A packet goes through: Waiting (list not begun) -> Todo (begun, or soon) -> mapped -> with the card -> completed. When the ring or the
 * packet table is full they stay where they are until completions make room.
 *
 * Which queue: the receive queue of the same connection when the sender gave the hash (RSS), else the first. Lists of one connection
 * therefore stay in order, as miniport_send_net_buffer_lists wants it.
 */
#include "toe.h"

#define TAKE 32 /* lists taken out of Waiting at once; those can't be cancelled any more */
#define MAP  64 /* packets mapped before they are handed to the card together */

#define PENDING(List) NET_BUFFER_LIST_MINIPORT_RESERVED(List)[0] /* NET_BUFFERs that are not completed */
#define PAYLOAD(List) NET_BUFFER_LIST_MINIPORT_RESERVED(List)[1] /* TCP payload of a large send */

static TOE_TX_PACKET *PacketAt(TOE_TX_QUEUE *Queue, ULONG Index)
{
	return &Queue->Packets[Index & (Queue->PacketCount - 1)];
}

static PNET_BUFFER_LIST Pop(TOE_NBL_LIST *From)
{
	const PNET_BUFFER_LIST List = From->First;

	if (List != NULL) {
		From->First = NET_BUFFER_LIST_NEXT_NBL(List);
		From->Count--;
		NET_BUFFER_LIST_NEXT_NBL(List) = NULL;
	}
	return List;
}

/* Back to NDIS, all in one call. DISPATCH_LEVEL. */
static VOID Complete(TOE_ADAPTER *Adapter, TOE_NBL_LIST *Done)
{
	const ULONG Count = Done->Count;
	PNET_BUFFER_LIST List;

	if (Count == 0)
		return;
	for (List = Done->First; List != NULL; List = NET_BUFFER_LIST_NEXT_NBL(List)) {
		NDIS_TCP_LARGE_SEND_OFFLOAD_NET_BUFFER_LIST_INFO Lso;
		Lso.Value = NET_BUFFER_LIST_INFO(List, TcpLargeSendNetBufferListInfo);
		if (Lso.Value != NULL) {
			const ULONG Type = Lso.Transmit.Type;
			Lso.Value = NULL;
			Lso.LsoV2TransmitComplete.Type = Type;
			if (Type == NDIS_TCP_LARGE_SEND_OFFLOAD_V1_TYPE && NET_BUFFER_LIST_STATUS(List) == NDIS_STATUS_SUCCESS)
				Lso.LsoV1TransmitComplete.TcpPayload = (ULONG)(ULONG_PTR)PAYLOAD(List);
			NET_BUFFER_LIST_INFO(List, TcpLargeSendNetBufferListInfo) = Lso.Value;
		}
		switch (NET_BUFFER_LIST_STATUS(List)) {
		case NDIS_STATUS_SUCCESS:
			break;
		case NDIS_STATUS_FAILURE:
		case NDIS_STATUS_RESOURCES:
		case NDIS_STATUS_INVALID_LENGTH:
			InterlockedIncrement(&Adapter->Data.TxErrors);
			break;
		default:
			InterlockedIncrement(&Adapter->Data.TxDiscards);
		}
	}
	NdisMSendNetBufferListsComplete(Adapter->Handle, Done->First, NDIS_SEND_COMPLETE_FLAGS_DISPATCH_LEVEL);
	Done->First = Done->Last = NULL;
	Done->Count = 0;
	ToeLeave(Adapter, Count);
}

/* A NET_BUFFER is through. The first that failed decides for its list. */
static VOID Finish(TOE_TX_PACKET *Packet, NDIS_STATUS Status, TOE_NBL_LIST *Done)
{
	const PNET_BUFFER_LIST List = Packet->List;
	const ULONG_PTR Left = (ULONG_PTR)PENDING(List) - 1;

	if (Packet->Sgl != NULL)
		NdisMFreeNetBufferSGList(Packet->Queue->Adapter->Dma, Packet->Sgl, Packet->Buffer);
	Packet->Sgl = NULL;
	if (Packet->Bounced)
		Packet->Queue->BounceBusy = FALSE;
	Packet->Bounced = FALSE;
	if (Status != NDIS_STATUS_SUCCESS && NET_BUFFER_LIST_STATUS(List) == NDIS_STATUS_SUCCESS)
		NET_BUFFER_LIST_STATUS(List) = Status;
	PENDING(List) = (PVOID)Left;
	if (Left == 0)
		ToeListAdd(Done, List);
}

/* What the card has sent, and what failed before it got there. */
static VOID Harvest(TOE_TX_QUEUE *Queue, TOE_NBL_LIST *Done)
{
	Queue->Consumer = Queue->Control->consumer;
	KeMemoryBarrierWithoutFence();
	while (Queue->PacketTail != Queue->Posted) {
		TOE_TX_PACKET *Packet = PacketAt(Queue, Queue->PacketTail);
		if ((LONG)(Queue->Consumer - Packet->End) < 0)
			break;
		Finish(Packet, Packet->Status, Done);
		Queue->PacketTail++;
	}
}

static VOID Begin(PNET_BUFFER_LIST List)
{
	ULONG_PTR Count = 0;
	PNET_BUFFER Buffer;

	for (Buffer = NET_BUFFER_LIST_FIRST_NB(List); Buffer != NULL; Buffer = NET_BUFFER_NEXT_NB(Buffer))
		Count++;
	PENDING(List) = (PVOID)Count;
	PAYLOAD(List) = NULL;
	NET_BUFFER_LIST_STATUS(List) = NDIS_STATUS_SUCCESS;
}

/* The next NET_BUFFER to be mapped, NULL: none. */
static PNET_BUFFER NextBuffer(TOE_TX_QUEUE *Queue)
{
	ULONG i;

	if (Queue->NextBuffer != NULL)
		return Queue->NextBuffer;
	if (Queue->Todo.First == NULL) {
		NdisDprAcquireSpinLock(&Queue->Lock);
		for (i = 0; i < TAKE && Queue->Waiting.First != NULL; i++)
			ToeListAdd(&Queue->Todo, Pop(&Queue->Waiting));
		NdisDprReleaseSpinLock(&Queue->Lock);
	}
	if (Queue->Todo.First != NULL) {
		Begin(Queue->Todo.First);
		Queue->NextBuffer = NET_BUFFER_LIST_FIRST_NB(Queue->Todo.First);
	}
	return Queue->NextBuffer;
}

static BOOLEAN Copy(TOE_TX_PACKET *Packet)
{
	const ULONG Length = NET_BUFFER_DATA_LENGTH(Packet->Buffer);
	PVOID Data;

	if (Length > TOE_COPY_BYTES)
		return FALSE;
	Data = NdisGetDataBuffer(Packet->Buffer, Length, Packet->Copy, 1, 0);
	if (Data != NULL && Data != Packet->Copy)
		NdisMoveMemory(Packet->Copy, Data, Length);
	return Data != NULL;
}

/* The next packet's memory becomes reachable for the card. FALSE: nothing to do, or no place for it. */
static BOOLEAN Map(TOE_TX_QUEUE *Queue)
{
	PNET_BUFFER Buffer;
	TOE_TX_PACKET *Packet;

	if (Queue->MappingPending || Queue->PacketHead - Queue->PacketTail == Queue->PacketCount)
		return FALSE;
	Buffer = NextBuffer(Queue);
	if (Buffer == NULL)
		return FALSE;
	Packet = PacketAt(Queue, Queue->PacketHead);
	Packet->Buffer = Buffer;
	Packet->List = Queue->Todo.First;
	Packet->Sgl = NULL;
	Packet->Mapping = 0;
	Queue->PacketHead++;
	Queue->NextBuffer = NET_BUFFER_NEXT_NB(Buffer);
	if (Queue->NextBuffer == NULL)
		Pop(&Queue->Todo);
	Packet->Status = ToePacketParse(Queue->Adapter, Packet->List, Buffer, &Packet->Request);
	if (Packet->Status != NDIS_STATUS_SUCCESS || Copy(Packet)) {
		Packet->Mapping = 2;
		return TRUE;
	}
	PAYLOAD(Packet->List) = (PVOID)(ULONG_PTR)Packet->Request.Payload;
	Packet->Status = NdisMAllocateNetBufferSGList(Queue->Adapter->Dma, Buffer, Packet, NDIS_SG_LIST_WRITE_TO_DEVICE, &Packet->SgBuffer,
	                                              sizeof(Packet->SgBuffer));
	if (Packet->Status != NDIS_STATUS_SUCCESS)
		Packet->Mapping = 2;
	else if (InterlockedIncrement(&Packet->Mapping) != 2)
		Queue->MappingPending = TRUE; /* HAL waits for map registers: MiniportProcessSGList goes on from here */
	return TRUE;
}

VOID NTAPI ToeProcessSgList(PDEVICE_OBJECT DeviceObject, PVOID Reserved, PSCATTER_GATHER_LIST ScatterGatherList, PVOID Context)
{
	TOE_TX_PACKET *Packet = Context;

	UNREFERENCED_PARAMETER(DeviceObject);
	UNREFERENCED_PARAMETER(Reserved);
	Packet->Sgl = ScatterGatherList;
	if (InterlockedIncrement(&Packet->Mapping) == 2) {
		/* Not within NdisMAllocateNetBufferSGList. The packet's list keeps the adapter from being halted, until the service
		 * completes it. */
		TOE_ADAPTER *Adapter = Packet->Queue->Adapter;
		ToeEnterMore(Adapter, 1);
		ToeSendService(Packet->Queue);
		ToeLeave(Adapter, 1);
	}
}

/* The mapped packets into the ring, as many as there is room for, and the card told. The rules hold from here until the card knows of the
 * packets (ToeSendRules). */
static BOOLEAN Post(TOE_TX_QUEUE *Queue)
{
	const ULONG Old = Queue->Producer, From = Queue->Posted;
	BOOLEAN Ring = FALSE;

	if (Queue->MappingPending && PacketAt(Queue, Queue->PacketHead - 1)->Mapping == 2)
		Queue->MappingPending = FALSE;
	NdisDprAcquireSpinLock(&Queue->Lock);
	while (Queue->Posted != Queue->PacketHead) {
		TOE_TX_PACKET *Packet = PacketAt(Queue, Queue->Posted);
		if (Packet->Mapping != 2)
			break;
		if (Packet->Status == NDIS_STATUS_SUCCESS)
			Packet->Status = ToePacketAllowed(&Queue->Rules, &Packet->Request);
		if (Packet->Status == NDIS_STATUS_SUCCESS) {
			const ULONG Used = ToePacketDescribe(Queue, Packet);
			if (Used == 0 && Packet->Status == NDIS_STATUS_SUCCESS)
				break;
			Queue->Producer += Used;
		}
		Packet->End = Queue->Producer;
		Queue->Posted++;
	}
	if (Queue->Producer != Old) {
		KeMemoryBarrierWithoutFence(); /* stores are not reordered: the descriptors are there before the index */
		Queue->Control->producer = Queue->Producer;
		KeMemoryBarrier();
		Ring = Queue->Producer - Queue->Control->doorbell_event - 1 < Queue->Producer - Old;
	}
	NdisDprReleaseSpinLock(&Queue->Lock);
	if (Ring && !Queue->Adapter->Removed)
		ToeWrite(Queue->Adapter, TOE_DOORBELLS + 256 * Queue->Index + TOE_DOORBELL_TX, 1);
	return Queue->Posted != From;
}

/* DISPATCH_LEVEL. The caller sees to it that the adapter is not halted meanwhile: it has entered (ToeEnter), or is the DPC. */
VOID ToeSendService(TOE_TX_QUEUE *Queue)
{
	TOE_NBL_LIST Done = {NULL, NULL, 0};
	LONG Seen;
	ULONG i;

	if (InterlockedIncrement(&Queue->Claims) != 1)
		return; /* the owner goes round again */
	do {
		Seen = Queue->Claims;
		do {
			Harvest(Queue, &Done);
			for (i = 0; i < MAP && Map(Queue); i++)
				;
		} while (Post(Queue)); /* nothing is harvested after the last look for room: what that frees would be used by nobody */
		Complete(Queue->Adapter, &Done);
	} while (InterlockedCompareExchange(&Queue->Claims, 0, Seen) != Seen);
}

/*
 * Asks for an interrupt when half of what the card has is sent (one for many packets; the rest is found by later sends or by the next
 * interrupt). TRUE: the card has moved on meanwhile, look again.
 */
BOOLEAN ToeSendArm(TOE_TX_QUEUE *Queue)
{
	const ULONG Seen = Queue->Control->consumer;

	Queue->Control->interrupt_event = Seen + (Queue->Control->producer - Seen) / 2;
	KeMemoryBarrier();
	return Queue->Control->consumer != Seen ||
	       (Queue->PacketTail != Queue->Posted && (LONG)(Seen - PacketAt(Queue, Queue->PacketTail)->End) >= 0);
}

/* The queue is stopped and the caller owns it; the card reaches no memory. Everything in it ends with Status. */
VOID ToeSendFlush(TOE_TX_QUEUE *Queue, NDIS_STATUS Status)
{
	TOE_NBL_LIST Done = {NULL, NULL, 0};
	PNET_BUFFER_LIST List;
	KIRQL Old;

	while (Queue->MappingPending && PacketAt(Queue, Queue->PacketHead - 1)->Mapping != 2)
		NdisMSleep(1000);
	Queue->MappingPending = FALSE;
	NDIS_RAISE_IRQL_TO_DISPATCH(&Old);
	for (; Queue->PacketTail != Queue->PacketHead; Queue->PacketTail++) {
		TOE_TX_PACKET *Packet = PacketAt(Queue, Queue->PacketTail);
		Finish(Packet, Packet->Status != NDIS_STATUS_SUCCESS ? Packet->Status : Status, &Done);
	}
	Queue->Posted = Queue->PacketTail;
	if (Queue->NextBuffer != NULL) { /* a list in the middle: what of it was handed on is in Done's count already */
		List = Pop(&Queue->Todo);
		if (NET_BUFFER_LIST_STATUS(List) == NDIS_STATUS_SUCCESS)
			NET_BUFFER_LIST_STATUS(List) = Status;
		ToeListAdd(&Done, List);
		Queue->NextBuffer = NULL;
	}
	NdisDprAcquireSpinLock(&Queue->Lock);
	while ((List = Pop(&Queue->Waiting)) != NULL)
		ToeListAdd(&Queue->Todo, List);
	NdisDprReleaseSpinLock(&Queue->Lock);
	while ((List = Pop(&Queue->Todo)) != NULL) {
		NET_BUFFER_LIST_STATUS(List) = Status;
		PAYLOAD(List) = NULL;
		ToeListAdd(&Done, List);
	}
	Complete(Queue->Adapter, &Done);
	NDIS_LOWER_IRQL(Old, DISPATCH_LEVEL);
}

static ULONG Least(ULONG a, ULONG b)
{
	return a < b ? a : b;
}

/*
 * What may be asked of the card. Restrict: it is about to be told something else, and until it has answered only what holds before and
 * after may be asked; when this returns, every packet made under the old rules is in its ring, which the card takes note of.
 */
VOID ToeSendRules(TOE_ADAPTER *Adapter, const TOE_TX_RULES *Rules, BOOLEAN Restrict)
{
	ULONG i;

	for (i = 0; i < Adapter->Data.Pairs; i++) {
		TOE_TX_QUEUE *Queue = &Adapter->Data.Tx[i];
		TOE_TX_RULES *Now = &Queue->Rules;
		NdisAcquireSpinLock(&Queue->Lock);
		if (Restrict) {
			Now->Csum &= Rules->Csum;
			Now->Seg &= Rules->Seg;
			Now->LsoMax4 = Least(Now->LsoMax4, Rules->LsoMax4);
			Now->LsoMax6 = Least(Now->LsoMax6, Rules->LsoMax6);
			Now->LsoMin = Now->LsoMin > Rules->LsoMin ? Now->LsoMin : Rules->LsoMin;
			Now->UsoMax = Least(Now->UsoMax, Rules->UsoMax);
			Now->UsoMin = Now->UsoMin > Rules->UsoMin ? Now->UsoMin : Rules->UsoMin;
		} else {
			*Now = *Rules;
		}
		NdisReleaseSpinLock(&Queue->Lock);
	}
}

/* ---- NDIS's calls */
static ULONG QueueOf(TOE_ADAPTER *Adapter, PNET_BUFFER_LIST List)
{
	const struct toe_rss *Rss = &Adapter->State.Rss;

	if (Adapter->Data.Pairs == 1 || !Rss->enable || Rss->entries == 0 || NET_BUFFER_LIST_GET_HASH_TYPE(List) == 0)
		return 0;
	return Rss->table[NET_BUFFER_LIST_GET_HASH_VALUE(List) & (Rss->entries - 1)] % Adapter->Data.Pairs;
}

/* Into the queue; FALSE: it is stopped. */
static BOOLEAN Take(TOE_TX_QUEUE *Queue, const TOE_NBL_LIST *Lists)
{
	BOOLEAN On;

	NdisDprAcquireSpinLock(&Queue->Lock);
	On = Queue->On;
	if (On && Queue->Waiting.First == NULL) {
		Queue->Waiting = *Lists;
	} else if (On) {
		NET_BUFFER_LIST_NEXT_NBL(Queue->Waiting.Last) = Lists->First;
		Queue->Waiting.Last = Lists->Last;
		Queue->Waiting.Count += Lists->Count;
	}
	NdisDprReleaseSpinLock(&Queue->Lock);
	return On;
}

static VOID Refuse(TOE_ADAPTER *Adapter, PNET_BUFFER_LIST First, NDIS_STATUS Status)
{
	PNET_BUFFER_LIST List;

	for (List = First; List != NULL; List = NET_BUFFER_LIST_NEXT_NBL(List))
		NET_BUFFER_LIST_STATUS(List) = Status;
	NdisMSendNetBufferListsComplete(Adapter->Handle, First, NDIS_SEND_COMPLETE_FLAGS_DISPATCH_LEVEL);
}

VOID NTAPI ToeSendNetBufferLists(NDIS_HANDLE MiniportAdapterContext, PNET_BUFFER_LIST NetBufferList, NDIS_PORT_NUMBER PortNumber,
                                 ULONG SendFlags)
{
	TOE_ADAPTER *Adapter = MiniportAdapterContext;
	TOE_NBL_LIST Lists[TOE_PAIRS_MAX];
	const ULONG Pairs = Adapter->Data.Pairs;
	PNET_BUFFER_LIST List, Next;
	ULONG i, Count = 0;
	KIRQL Old;

	UNREFERENCED_PARAMETER(PortNumber);
	if (NDIS_TEST_SEND_AT_DISPATCH_LEVEL(SendFlags))
		Old = DISPATCH_LEVEL;
	else
		NDIS_RAISE_IRQL_TO_DISPATCH(&Old);
	if (Pairs == 0 || Adapter->Removed || Adapter->Dead) {
		Refuse(Adapter, NetBufferList,
		       Adapter->RunState == ToeRunning || Adapter->Removed ? NDIS_STATUS_FAILURE : NDIS_STATUS_PAUSED);
		NDIS_LOWER_IRQL(Old, DISPATCH_LEVEL);
		return;
	}
	if (!ToeEnter(Adapter)) {
		Refuse(Adapter, NetBufferList, NDIS_STATUS_PAUSED);
		NDIS_LOWER_IRQL(Old, DISPATCH_LEVEL);
		return;
	}
	if (Adapter->RunState != ToeRunning) { /* pausing */
		Refuse(Adapter, NetBufferList, NDIS_STATUS_PAUSED);
	} else {
		NdisZeroMemory(Lists, Pairs * sizeof(Lists[0]));
		for (List = NetBufferList; List != NULL; List = Next, Count++) {
			Next = NET_BUFFER_LIST_NEXT_NBL(List);
			ToeListAdd(&Lists[QueueOf(Adapter, List)], List);
		}
		ToeEnterMore(Adapter, Count);
		for (i = 0; i < Pairs; i++) {
			if (Lists[i].Count == 0)
				continue;
			if (Take(&Adapter->Data.Tx[i], &Lists[i])) {
				ToeSendService(&Adapter->Data.Tx[i]);
			} else {
				Refuse(Adapter, Lists[i].First, NDIS_STATUS_RESET_IN_PROGRESS);
				ToeLeave(Adapter, Lists[i].Count);
			}
		}
	}
	ToeLeave(Adapter, 1);
	NDIS_LOWER_IRQL(Old, DISPATCH_LEVEL);
}

/* Lists that are not begun come back; what is with the card is sent. Status for a cancelled send, also of a pause: those that wait go. */
static VOID TakeBack(TOE_TX_QUEUE *Queue, BOOLEAN All, PVOID CancelId, NDIS_STATUS Status)
{
	TOE_NBL_LIST Done = {NULL, NULL, 0}, Keep = {NULL, NULL, 0};
	PNET_BUFFER_LIST List;
	KIRQL Old;

	NDIS_RAISE_IRQL_TO_DISPATCH(&Old);
	NdisDprAcquireSpinLock(&Queue->Lock);
	while ((List = Pop(&Queue->Waiting)) != NULL)
		ToeListAdd(All || NDIS_GET_NET_BUFFER_LIST_CANCEL_ID(List) == CancelId ? &Done : &Keep, List);
	Queue->Waiting = Keep;
	NdisDprReleaseSpinLock(&Queue->Lock);
	for (List = Done.First; List != NULL; List = NET_BUFFER_LIST_NEXT_NBL(List)) {
		NET_BUFFER_LIST_STATUS(List) = Status;
		PAYLOAD(List) = NULL;
	}
	Complete(Queue->Adapter, &Done);
	NDIS_LOWER_IRQL(Old, DISPATCH_LEVEL);
}

VOID NTAPI ToeCancelSend(NDIS_HANDLE MiniportAdapterContext, PVOID CancelId)
{
	TOE_ADAPTER *Adapter = MiniportAdapterContext;
	ULONG i;

	for (i = 0; i < Adapter->Data.Pairs; i++)
		TakeBack(&Adapter->Data.Tx[i], FALSE, CancelId, NDIS_STATUS_SEND_ABORTED);
}

VOID ToeSendPause(TOE_ADAPTER *Adapter)
{
	ULONG i;

	for (i = 0; i < Adapter->Data.Pairs; i++)
		TakeBack(&Adapter->Data.Tx[i], TRUE, NULL, NDIS_STATUS_PAUSED);
}
