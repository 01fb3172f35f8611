/*
 * The data path's queues: memory, stop and start; and the adapter's pause, which waits for what is on its way.
 *
 *   ToeDataAllocate    initialize: how many pairs, their memory, receive buffers with their lists
 *   ToeDataPrepare     the card is cold: rings empty, every receive buffer that is with us posted. Then the card is told (TOE_STEP_QUEUES)
 *   ToeDataStart       the card has its queues: sends are taken
 *   ToeDataStop        before a reset or after a removal: no send is taken any more, nobody is at the queues' service; the caller owns
 * them. When the card no longer reaches memory, ToeDataFlush ends what was in them; ToeDataRelease ends the caller's turn
 *
 * As many pairs as the card has queues, the bus has messages to spare (message 0 is the firmware's) and RSS has processors; with a line, or
 * without RSS, one.
 *
 * Pause. Data.Active counts: one for the running adapter, one for each list that NDIS gave us or we gave NDIS. MiniportPause takes the
 * first away; who brings it to 0 completes the pause. What waits for the ring is failed at once, what the card has is awaited; a card that
 * does not send it in PAUSE_MS is reset.
 */
#include "toe.h"

#define PAUSE_MS 2000
#define BUDGET   256 /* frames a DPC indicates when NDIS sets no limit */

static ULONG Least(ULONG a, ULONG b)
{
	return a < b ? a : b;
}

static ULONG PowerOfTwo(ULONG Value)
{
	ULONG Power = 1;

	while (Power < Value)
		Power *= 2;
	return Power;
}

/* ---- memory */
static BOOLEAN AllocateShared(TOE_ADAPTER *Adapter, TOE_SHARED *Shared, ULONG Length)
{
	NdisMAllocateSharedMemory(Adapter->Handle, Length, TRUE, &Shared->Address, &Shared->Physical);
	Shared->Length = Length;
	return Shared->Address != NULL;
}

static VOID FreeShared(TOE_ADAPTER *Adapter, TOE_SHARED *Shared)
{
	if (Shared->Address != NULL)
		NdisMFreeSharedMemory(Adapter->Handle, Shared->Length, TRUE, Shared->Address, Shared->Physical);
	Shared->Address = NULL;
}

static PVOID Allocate(TOE_ADAPTER *Adapter, ULONG Length)
{
	PVOID Memory = NdisAllocateMemoryWithTagPriority(Adapter->Handle, Length, TOE_TAG, NormalPoolPriority);

	if (Memory != NULL)
		NdisZeroMemory(Memory, Length);
	return Memory;
}

static BOOLEAN AllocateTx(TOE_ADAPTER *Adapter, TOE_TX_QUEUE *Queue)
{
	ULONG i;

	Queue->PacketCount = PowerOfTwo(Adapter->TransmitBuffers);
	Queue->Entries = 2 * Queue->PacketCount;
	Queue->Packets = Allocate(Adapter, Queue->PacketCount * sizeof(TOE_TX_PACKET));
	if (Queue->Packets == NULL ||
	    !AllocateShared(Adapter, &Queue->Memory, Queue->Entries * sizeof(struct toe_tx_desc) + sizeof(struct toe_queue_control)) ||
	    !AllocateShared(Adapter, &Queue->Copies, Queue->PacketCount * TOE_COPY_BYTES) ||
	    !AllocateShared(Adapter, &Queue->Bounce, TOE_BOUNCE_BYTES))
		return FALSE;
	Queue->Descriptors = Queue->Memory.Address;
	Queue->Control = (volatile struct toe_queue_control *)(Queue->Descriptors + Queue->Entries);
	for (i = 0; i < Queue->PacketCount; i++) {
		TOE_TX_PACKET *Packet = &Queue->Packets[i];
		Packet->Queue = Queue;
		Packet->Copy = (PUCHAR)Queue->Copies.Address + i * TOE_COPY_BYTES;
		Packet->CopyAddress = (ULONG64)Queue->Copies.Physical.QuadPart + i * TOE_COPY_BYTES;
	}
	return TRUE;
}

static BOOLEAN AllocateBuffer(TOE_ADAPTER *Adapter, TOE_RX_QUEUE *Queue, ULONG Index)
{
	TOE_SHARED *Block = &Queue->Blocks[Index / TOE_BLOCK_BUFFERS];
	TOE_RX_BUFFER *Buffer = &Queue->Buffers[Index];
	const ULONG At = Index % TOE_BLOCK_BUFFERS * Queue->BufferSize;

	if (Block->Address == NULL && !AllocateShared(Adapter, Block, TOE_BLOCK_BUFFERS * Queue->BufferSize))
		return FALSE;
	Buffer->Queue = Queue;
	Buffer->Data = (PUCHAR)Block->Address + At;
	Buffer->Address = (ULONG64)Block->Physical.QuadPart + At;
	Buffer->Mdl = NdisAllocateMdl(Adapter->Handle, Buffer->Data, Queue->BufferSize);
	if (Buffer->Mdl == NULL)
		return FALSE;
	Buffer->List = NdisAllocateNetBufferAndNetBufferList(Adapter->Data.NblPool, 0, 0, Buffer->Mdl, 0, Queue->BufferSize);
	if (Buffer->List == NULL)
		return FALSE;
	NET_BUFFER_LIST_MINIPORT_RESERVED(Buffer->List)[0] = Buffer;
	return TRUE;
}

static BOOLEAN AllocateRx(TOE_ADAPTER *Adapter, TOE_RX_QUEUE *Queue)
{
	const ULONG Count = PowerOfTwo(Adapter->ReceiveBuffers);
	ULONG i;

	Queue->Entries = Count;
	/* Pages, chained, when frames can be larger than half of one: jumbo frames and what RSC makes. */
	Queue->BufferSize = Adapter->KeywordFrame + 4 > 2048 || (Adapter->Caps.Seg & (TOE_SEG_RSC4 | TOE_SEG_RSC6)) ? 4096 : 2048;
	Queue->Buffers = Allocate(Adapter, Count * sizeof(TOE_RX_BUFFER));
	Queue->Blocks = Allocate(Adapter, (Count + TOE_BLOCK_BUFFERS - 1) / TOE_BLOCK_BUFFERS * sizeof(TOE_SHARED));
	if (Queue->Buffers == NULL || Queue->Blocks == NULL ||
	    !AllocateShared(Adapter, &Queue->Memory,
	                    Count * (sizeof(struct toe_rx_buffer) + sizeof(struct toe_rx_done)) + sizeof(struct toe_queue_control)))
		return FALSE;
	Queue->Posts = Queue->Memory.Address;
	Queue->Done = (volatile struct toe_rx_done *)(Queue->Posts + Count);
	Queue->Control = (volatile struct toe_queue_control *)(Queue->Done + Count);
	for (i = 0; i < Count; i++)
		if (!AllocateBuffer(Adapter, Queue, i))
			return FALSE;
	return TRUE;
}

static ULONG CountPairs(TOE_ADAPTER *Adapter)
{
	const ULONG Queues = ToeRead(Adapter, TOE_QUEUES);
	ULONG Pairs = Least(Least(Queues >> 16, Queues & 0xffff), TOE_PAIRS_MAX);

	if (!Adapter->RssEnabled || Adapter->Caps.Rss == 0 || Adapter->Messages < 2)
		return Least(Pairs, 1);
	Pairs = Least(Pairs, Adapter->Messages - 1);
	Pairs = Least(Pairs, Least(Adapter->Caps.Rss, Adapter->RssQueues));
	return Least(Pairs, NdisGroupActiveProcessorCount(0));
}

static NDIS_TIMER_FUNCTION PauseTimer;

NDIS_STATUS ToeDataAllocate(TOE_ADAPTER *Adapter)
{
	TOE_DATA *Data = &Adapter->Data;
	NET_BUFFER_LIST_POOL_PARAMETERS Pool;
	NDIS_TIMER_CHARACTERISTICS Timer;
	const ULONG Pairs = CountPairs(Adapter);
	ULONG i;

	NdisFillMemory(Data->Processor, sizeof(Data->Processor), TOE_ANY_PROCESSOR);
	if (Pairs == 0)
		return NDIS_STATUS_SUCCESS;
	NdisZeroMemory(&Pool, sizeof(Pool));
	Pool.Header.Type = NDIS_OBJECT_TYPE_DEFAULT;
	Pool.Header.Revision = NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1;
	Pool.Header.Size = NDIS_SIZEOF_NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1;
	Pool.ProtocolId = NDIS_PROTOCOL_ID_DEFAULT;
	Pool.fAllocateNetBuffer = TRUE;
	Pool.PoolTag = TOE_TAG;
	NdisZeroMemory(&Timer, sizeof(Timer));
	Timer.Header.Type = NDIS_OBJECT_TYPE_TIMER_CHARACTERISTICS;
	Timer.Header.Revision = NDIS_TIMER_CHARACTERISTICS_REVISION_1;
	Timer.Header.Size = NDIS_SIZEOF_TIMER_CHARACTERISTICS_REVISION_1;
	Timer.AllocationTag = TOE_TAG;
	Timer.TimerFunction = PauseTimer;
	Timer.FunctionContext = Adapter;
	if (NdisAllocateTimerObject(Adapter->Handle, &Timer, &Data->PauseTimer) != NDIS_STATUS_SUCCESS)
		return NDIS_STATUS_RESOURCES;
	Data->NblPool = NdisAllocateNetBufferListPool(Adapter->Handle, &Pool);
	Data->Tx = Allocate(Adapter, Pairs * sizeof(TOE_TX_QUEUE));
	Data->Rx = Allocate(Adapter, Pairs * sizeof(TOE_RX_QUEUE));
	if (Data->NblPool == NULL || Data->Tx == NULL || Data->Rx == NULL)
		return NDIS_STATUS_RESOURCES;
	for (i = 0; i < Pairs; i++) {
		TOE_TX_QUEUE *Tx = &Data->Tx[i];
		TOE_RX_QUEUE *Rx = &Data->Rx[i];
		Tx->Adapter = Rx->Adapter = Adapter;
		Tx->Index = Rx->Index = i;
		NdisAllocateSpinLock(&Tx->Lock);
		NdisAllocateSpinLock(&Rx->Lock);
		Tx->Claims = Rx->Claims = 1; /* stopped: ours */
		Tx->Stopped = Rx->Stopped = TRUE;
		Data->Pairs = i + 1;
		if (!AllocateTx(Adapter, Tx) || !AllocateRx(Adapter, Rx))
			return NDIS_STATUS_RESOURCES;
	}
	return NDIS_STATUS_SUCCESS;
}

/* No interrupt comes any more, and nothing is out. */
VOID ToeDataFree(TOE_ADAPTER *Adapter)
{
	TOE_DATA *Data = &Adapter->Data;
	ULONG i, k;

	if (Data->PauseTimer != NULL) {
		NdisCancelTimerObject(Data->PauseTimer);
		KeFlushQueuedDpcs();
		NdisFreeTimerObject(Data->PauseTimer);
		Data->PauseTimer = NULL;
	}
	for (i = 0; i < Data->Pairs; i++) {
		TOE_TX_QUEUE *Tx = &Data->Tx[i];
		TOE_RX_QUEUE *Rx = &Data->Rx[i];
		FreeShared(Adapter, &Tx->Memory);
		FreeShared(Adapter, &Tx->Copies);
		FreeShared(Adapter, &Tx->Bounce);
		if (Tx->Packets != NULL)
			NdisFreeMemory(Tx->Packets, 0, 0);
		for (k = 0; Rx->Buffers != NULL && k < Rx->Entries; k++) {
			if (Rx->Buffers[k].List != NULL)
				NdisFreeNetBufferList(Rx->Buffers[k].List);
			if (Rx->Buffers[k].Mdl != NULL)
				NdisFreeMdl(Rx->Buffers[k].Mdl);
		}
		for (k = 0; Rx->Blocks != NULL && k < (Rx->Entries + TOE_BLOCK_BUFFERS - 1) / TOE_BLOCK_BUFFERS; k++)
			FreeShared(Adapter, &Rx->Blocks[k]);
		FreeShared(Adapter, &Rx->Memory);
		if (Rx->Buffers != NULL)
			NdisFreeMemory(Rx->Buffers, 0, 0);
		if (Rx->Blocks != NULL)
			NdisFreeMemory(Rx->Blocks, 0, 0);
		NdisFreeSpinLock(&Tx->Lock);
		NdisFreeSpinLock(&Rx->Lock);
	}
	Data->Pairs = 0;
	if (Data->Tx != NULL)
		NdisFreeMemory(Data->Tx, 0, 0);
	if (Data->Rx != NULL)
		NdisFreeMemory(Data->Rx, 0, 0);
	if (Data->NblPool != NULL)
		NdisFreeNetBufferListPool(Data->NblPool);
	Data->Tx = NULL;
	Data->Rx = NULL;
	Data->NblPool = NULL;
}

/* ---- stop and start */
static VOID Own(volatile LONG *Claims)
{
	while (InterlockedCompareExchange(Claims, 1, 0) != 0)
		NdisMSleep(50); /* somebody is at it, at DISPATCH_LEVEL */
}

/* PASSIVE_LEVEL. */
VOID ToeDataStop(TOE_ADAPTER *Adapter)
{
	BOOLEAN Mine;
	ULONG i;

	while (InterlockedCompareExchange(&Adapter->Data.Gate, 1, 0) != 0)
		NdisMSleep(1000);
	for (i = 0; i < Adapter->Data.Pairs; i++) {
		TOE_TX_QUEUE *Tx = &Adapter->Data.Tx[i];
		TOE_RX_QUEUE *Rx = &Adapter->Data.Rx[i];
		NdisAcquireSpinLock(&Tx->Lock);
		Mine = !Tx->Stopped;
		Tx->On = FALSE;
		Tx->Stopped = TRUE;
		NdisReleaseSpinLock(&Tx->Lock);
		if (Mine)
			Own(&Tx->Claims);
		NdisAcquireSpinLock(&Rx->Lock);
		Mine = !Rx->Stopped;
		Rx->Stopped = TRUE;
		NdisReleaseSpinLock(&Rx->Lock);
		if (Mine)
			Own(&Rx->Claims);
	}
}

VOID ToeDataRelease(TOE_ADAPTER *Adapter)
{
	InterlockedExchange(&Adapter->Data.Gate, 0);
}

VOID ToeDataFlush(TOE_ADAPTER *Adapter, NDIS_STATUS Status)
{
	ULONG i;

	for (i = 0; i < Adapter->Data.Pairs; i++)
		ToeSendFlush(&Adapter->Data.Tx[i], Status);
}

/* The card is cold and the queues are stopped. */
VOID ToeDataPrepare(TOE_ADAPTER *Adapter)
{
	ULONG i;

	for (i = 0; i < Adapter->Data.Pairs; i++) {
		TOE_TX_QUEUE *Tx = &Adapter->Data.Tx[i];
		NdisZeroMemory(Tx->Memory.Address, Tx->Memory.Length);
		Tx->Producer = Tx->Consumer = Tx->PacketHead = Tx->Posted = Tx->PacketTail = 0;
		ToeReceivePrepare(&Adapter->Data.Rx[i]);
	}
}

/* A DPC for the pair, where its frames are wanted. */
static VOID QueueDpc(TOE_ADAPTER *Adapter, ULONG Pair)
{
	GROUP_AFFINITY Target;
	ULONG Processor = Adapter->Data.Processor[Pair];

	NdisZeroMemory(&Target, sizeof(Target));
	if (Processor == TOE_ANY_PROCESSOR)
		Processor = KeGetCurrentProcessorNumberEx(NULL);
	Target.Mask = (KAFFINITY)1 << Processor;
	NdisMQueueDpcEx(Adapter->Interrupt, Adapter->Messages > 1 ? Pair + 1 : 0, &Target, NULL);
}

/* In the ISR: RSS wants the pair's frames on another processor; their DPC is queued there. */
BOOLEAN ToeDataElsewhere(TOE_ADAPTER *Adapter, ULONG Pair)
{
	const UCHAR Processor = Adapter->Data.Processor[Pair % TOE_PAIRS_MAX];

	if (Processor == TOE_ANY_PROCESSOR || KeGetCurrentProcessorNumberEx(NULL) == Processor)
		return FALSE;
	QueueDpc(Adapter, Pair);
	return TRUE;
}

/* DISPATCH_LEVEL or below. */
VOID ToeDataStart(TOE_ADAPTER *Adapter)
{
	ULONG i;

	for (i = 0; i < Adapter->Data.Pairs; i++) {
		TOE_TX_QUEUE *Tx = &Adapter->Data.Tx[i];
		TOE_RX_QUEUE *Rx = &Adapter->Data.Rx[i];
		NdisAcquireSpinLock(&Tx->Lock);
		if (Tx->Stopped && !Adapter->Removed) {
			Tx->Stopped = FALSE;
			Tx->On = TRUE;
			InterlockedExchange(&Tx->Claims, 0);
		}
		NdisReleaseSpinLock(&Tx->Lock);
		NdisAcquireSpinLock(&Rx->Lock);
		if (Rx->Stopped && !Adapter->Removed) {
			Rx->Stopped = FALSE;
			InterlockedExchange(&Rx->Claims, 0);
		}
		NdisReleaseSpinLock(&Rx->Lock);
		QueueDpc(Adapter, i); /* what came since the card has the queue */
	}
}

/* Are there commands left? */
BOOLEAN ToeDataMore(TOE_ADAPTER *Adapter)
{
	return Adapter->Data.Command < 2 * Adapter->Data.Pairs;
}

/* The next command that makes the queues (TOE_STEP_QUEUES) or ends them. */
VOID ToeDataCommand(TOE_ADAPTER *Adapter, ULONG Step, struct toe_command *Command, struct toe_queue_setup *Setup)
{
	const ULONG Pair = Adapter->Data.Command / 2, Receive = Adapter->Data.Command % 2;
	const TOE_TX_QUEUE *Tx;
	const TOE_RX_QUEUE *Rx;

	Adapter->Data.Command++;
	NdisZeroMemory(Command, sizeof(*Command));
	NdisZeroMemory(Setup, sizeof(*Setup));
	Setup->type = Receive ? TOE_QUEUE_RX : TOE_QUEUE_TX;
	Setup->index = Pair;
	if (Step == TOE_STEP_QUEUES_END) {
		Command->opcode = TOE_CMD_QUEUE_DESTROY;
		Command->param[0] = Setup->type;
		Command->param[1] = Setup->index;
		return;
	}
	Command->opcode = TOE_CMD_QUEUE_CREATE;
	Setup->vector = Adapter->Messages > 1 ? Pair + 1 : 0;
	Tx = &Adapter->Data.Tx[Pair];
	Rx = &Adapter->Data.Rx[Pair];
	if (Receive) {
		Setup->entries = Rx->Entries;
		Setup->ring = (ULONG64)Rx->Memory.Physical.QuadPart;
		Setup->completions = Setup->ring + Rx->Entries * sizeof(struct toe_rx_buffer);
		Setup->control = Setup->completions + Rx->Entries * sizeof(struct toe_rx_done);
	} else {
		Setup->entries = Tx->Entries;
		Setup->ring = (ULONG64)Tx->Memory.Physical.QuadPart;
		Setup->control = Setup->ring + Tx->Entries * sizeof(struct toe_tx_desc);
	}
}

/* ---- the DPC's part */
/* Sends and receives of one pair; Limit: NDIS's, NDIS_INDICATE_ALL_NBLS when it has none. TRUE: NDIS is to call again. */
BOOLEAN ToeDataPoll(TOE_ADAPTER *Adapter, ULONG Pair, ULONG Limit)
{
	TOE_TX_QUEUE *Tx = &Adapter->Data.Tx[Pair];
	TOE_RX_QUEUE *Rx = &Adapter->Data.Rx[Pair];
	ULONG Left = Least(Limit, BUDGET), Rounds;
	BOOLEAN More = FALSE;

	for (Rounds = 0; Rounds < 8; Rounds++) {
		BOOLEAN Again;
		ToeSendService(Tx);
		Left -= ToeReceive(Rx, Left, &More);
		if (More || Left == 0)
			break;
		Again = ToeSendArm(Tx);
		Again = ToeReceiveArm(Rx) || Again;
		if (!Again || Tx->Stopped) /* stopped: its start looks again */
			return FALSE;
	}
	if (Limit != NDIS_INDICATE_ALL_NBLS)
		return TRUE;
	QueueDpc(Adapter, Pair); /* without a limit it is for the driver to go on (ns-ndis-_ndis_receive_throttle_parameters) */
	return FALSE;
}

/* ---- pause */
/* FALSE: paused. Whoever entered leaves. */
BOOLEAN ToeEnter(TOE_ADAPTER *Adapter)
{
	LONG Count = Adapter->Data.Active;

	while (Count != 0) {
		const LONG Was = InterlockedCompareExchange(&Adapter->Data.Active, Count + 1, Count);
		if (Was == Count)
			return TRUE;
		Count = Was;
	}
	return FALSE;
}

/* The caller has entered already. */
VOID ToeEnterMore(TOE_ADAPTER *Adapter, ULONG Count)
{
	InterlockedExchangeAdd(&Adapter->Data.Active, (LONG)Count);
}

/* After the last one the adapter may be halted by the time this returns, unless the caller is the DPC. */
VOID ToeLeave(TOE_ADAPTER *Adapter, ULONG Count)
{
	const NDIS_HANDLE Handle = Adapter->Handle;

	if (Count == 0 || InterlockedExchangeAdd(&Adapter->Data.Active, -(LONG)Count) != (LONG)Count)
		return;
	Adapter->RunState = ToePaused;
	NdisMPauseComplete(Handle);
}

static VOID NTAPI PauseTimer(PVOID SystemSpecific1, PVOID FunctionContext, PVOID SystemSpecific2, PVOID SystemSpecific3)
{
	TOE_ADAPTER *Adapter = FunctionContext;
	ULONG i;

	UNREFERENCED_PARAMETER(SystemSpecific1);
	UNREFERENCED_PARAMETER(SystemSpecific2);
	UNREFERENCED_PARAMETER(SystemSpecific3);
	if (Adapter->RunState != ToePausing)
		return;
	for (i = 0; i < Adapter->Data.Pairs; i++)
		if (Adapter->Data.Tx[i].PacketTail != Adapter->Data.Tx[i].PacketHead)
			break;
	if (i < Adapter->Data.Pairs)
		ToeResetQueue(Adapter, FALSE);
}

/* Requests and status indications go on while paused. */
NDIS_STATUS NTAPI ToePause(NDIS_HANDLE MiniportAdapterContext, PNDIS_MINIPORT_PAUSE_PARAMETERS MiniportPauseParameters)
{
	TOE_ADAPTER *Adapter = MiniportAdapterContext;
	LARGE_INTEGER Due;

	UNREFERENCED_PARAMETER(MiniportPauseParameters);
	Adapter->RunState = ToePausing;
	if (Adapter->Data.Pairs != 0) {
		ToeSendPause(Adapter);
		Due.QuadPart = -(LONGLONG)PAUSE_MS * 10000;
		NdisSetTimerObject(Adapter->Data.PauseTimer, Due, 0, NULL);
	}
	if (InterlockedDecrement(&Adapter->Data.Active) != 0)
		return NDIS_STATUS_PENDING;
	Adapter->RunState = ToePaused;
	return NDIS_STATUS_SUCCESS;
}

/* The restart attributes, which filters may have changed, concern nothing that this driver does in hardware. */
NDIS_STATUS NTAPI ToeRestart(NDIS_HANDLE MiniportAdapterContext, PNDIS_MINIPORT_RESTART_PARAMETERS MiniportRestartParameters)
{
	TOE_ADAPTER *Adapter = MiniportAdapterContext;

	UNREFERENCED_PARAMETER(MiniportRestartParameters);
	if (Adapter->Data.PauseTimer != NULL)
		NdisCancelTimerObject(Adapter->Data.PauseTimer);
	Adapter->RunState = ToeRunning;
	InterlockedIncrement(&Adapter->Data.Active);
	/* What the card announced while the adapter was initializing */
	if (!Adapter->Removed && !Adapter->Dead) {
		if (ToeRead(Adapter, TOE_LINK) != Adapter->Link || ToeRead(Adapter, TOE_LINK_SPEED) != Adapter->LinkMbps)
			ToeIndicateLink(Adapter);
		ToeChangeKick(Adapter);
	}
	return NDIS_STATUS_SUCCESS;
}
