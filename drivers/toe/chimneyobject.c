/*
 * Connection offload: what the trees are made of. Blocks and the state structures behind them, units, and the end of a command that
 * concerns a block.
 */
#include "chimney.h"

/* ---- layers and their state */

BOOLEAN ToeIsNeighbor(const BLOCK *Block)
{
	return Block->Header.Type >= NeighborOffloadConstState && Block->Header.Type <= NeighborOffloadState;
}
BOOLEAN ToeIsPath(const BLOCK *Block)
{
	return Block->Header.Type >= Ip4OffloadConstState && Block->Header.Type <= Ip6OffloadState;
}
BOOLEAN ToeIsTcp(const BLOCK *Block)
{
	return Block->Header.Type >= TcpOffloadConstState && Block->Header.Type <= TcpOffloadState;
}

NDIS_STATUS ToeLayerIsFull(const BLOCK *Block)
{
	return ToeIsNeighbor(Block) ? NDIS_STATUS_OFFLOAD_NEIGHBOR_ENTRIES
	       : ToeIsPath(Block)   ? NDIS_STATUS_OFFLOAD_PATH_ENTRIES
	       : ToeIsTcp(Block)    ? NDIS_STATUS_OFFLOAD_TCP_ENTRIES
	                            : NDIS_STATUS_FAILURE;
}

/* A state structure behind a block, of at least Size bytes; NULL: the block's type has none, or it is malformed. Each starts where the one
 * before ends, by its Length rounded up to the size of a pointer. */
PVOID ToeStatePart(const BLOCK *Block, PART Which, ULONG Size)
{
	const UCHAR Type = Block->Header.Type;
	PUCHAR At = (PUCHAR)(Block + 1);
	ULONG Have, i;

	if (ToeIsNeighbor(Block))
		Have = Type - NeighborOffloadConstState;
	else if (ToeIsPath(Block))
		Have = (Type - Ip4OffloadConstState) % 4;
	else if (ToeIsTcp(Block))
		Have = Type == TcpOffloadState ? 3 : Type - TcpOffloadConstState;
	else
		return NULL;
	if (Have != 3 && Have != (ULONG)Which)
		return NULL;
	for (i = 0;; i++) {
		const OFFLOAD_STATE_HEADER *State = (const OFFLOAD_STATE_HEADER *)At;
		if (State->Length < sizeof(*State) || State->Length > PAGE_SIZE)
			return NULL;
		if (Have != 3 || i == (ULONG)Which)
			return State->Length >= Size ? At : NULL;
		At += (State->Length + sizeof(PVOID) - 1) & ~(sizeof(PVOID) - 1);
	}
}

/* ---- units: the host's ticks (OID_TCP_CONNECTION_OFFLOAD_PARAMETERS), the card's milliseconds and microseconds */
static ULONG TicksPerSecond(const TOE_ADAPTER *Adapter)
{
	return Adapter->State.Connection.ticks_per_second != 0 ? Adapter->State.Connection.ticks_per_second : 1000;
}
ULONG ToeToMs(const TOE_ADAPTER *Adapter, ULONG Ticks)
{
	const ULONG64 Ms = (ULONG64)Ticks * 1000 / TicksPerSecond(Adapter);

	return Ticks == NO_TIMER || Ms > NO_TIMER ? NO_TIMER : (ULONG)Ms;
}
ULONG ToeToTicks(const TOE_ADAPTER *Adapter, ULONG Ms)
{
	const ULONG64 Ticks = (ULONG64)Ms * TicksPerSecond(Adapter) / 1000;

	return Ms == NO_TIMER || Ticks > NO_TIMER ? NO_TIMER : (ULONG)Ticks;
}
ULONG ToeToUs(const TOE_ADAPTER *Adapter, USHORT Scaled, ULONG Factor)
{
	return (ULONG)((ULONG64)Scaled * 1000000 / TicksPerSecond(Adapter) / Factor);
}
USHORT ToeToScaled(const TOE_ADAPTER *Adapter, ULONG Us, ULONG Factor)
{
	const ULONG64 Scaled = ((ULONG64)Us * Factor * TicksPerSecond(Adapter) + 500000) / 1000000;

	return Scaled > 0xffff ? 0xffff : Us != 0 && Scaled == 0 ? 1 : (USHORT)Scaled;
}
ULONGLONG ToeNowMs(VOID)
{
	LARGE_INTEGER Now;

	NdisGetSystemUpTimeEx(&Now);
	return (ULONGLONG)Now.QuadPart;
}

VOID *ToeChimneyAllocate(TOE_ADAPTER *Adapter, ULONG Length)
{
	PVOID Memory = NdisAllocateMemoryWithTagPriority(Adapter->Handle, Length, TOE_TAG, NormalPoolPriority);

	if (Memory != NULL)
		NdisZeroMemory(Memory, Length);
	return Memory;
}

/* ---- the end of trees */
/* Under Chimney.Lock. */
VOID ToeTreeLess(TOE_ADAPTER *Adapter, BLOCK *Root)
{
	if (--TREE_COUNT(Root) != 0)
		return;
	TREE_NEXT(Root) = Adapter->Chimney.Ended;
	Adapter->Chimney.Ended = Root;
}

VOID ToeOpStart(TOE_ADAPTER *Adapter, TOE_OP *Op, TOE_TREE Kind, BLOCK *Root, BLOCK *Block, PVOID Object, ULONG Left)
{
	Op->Kind = Kind;
	Op->Left = Left;
	Op->Status = NDIS_STATUS_SUCCESS;
	Op->Object = Object;
	Op->Block = Block;
	Op->Root = Root;
	TREE_COUNT(Root)++;
	InsertTailList(&Adapter->Chimney.Ops, &Op->Link);
}

TOE_OP *ToeOpNew(TOE_ADAPTER *Adapter, BOOLEAN WithSlot)
{
	TOE_OP *Op = ToeChimneyAllocate(Adapter, sizeof(*Op));

	if (Op == NULL || !WithSlot)
		return Op;
	Op->Slot = ToeSlotTake(Adapter);
	if (Op->Slot == NULL) {
		NdisFreeMemory(Op, 0, 0);
		return NULL;
	}
	return Op;
}

/* The last command of an operation is through. Under Chimney.Lock. */
static VOID OpEnd(TOE_ADAPTER *Adapter, TOE_OP *Op)
{
	TOE_CONNECTION *Connection = Op->Object;
	BLOCK *Root = Op->Root;

	RemoveEntryList(&Op->Link);
	if (Op->Kind == TreeTerminate) {
		if (Op->Status == NDIS_STATUS_SUCCESS && Op->Slot->State->receive_left != 0 && !Connection->Dead) {
			/* data that found no buffer: again when there are some */
			Connection->NextInTree = Adapter->Chimney.Starving;
			Adapter->Chimney.Starving = Connection;
			return;
		}
		Connection->OnCard = FALSE;
		Connection->Unloaded = TRUE;
		ToeServe(Adapter, Connection);
		return; /* ToeTerminated goes on */
	}
	if (Op->Kind == TreeInitiate && *(TOE_KIND *)Op->Object == ToeTcp) {
		Op->Block->Status = Op->Status;
		Connection->OnCard = Op->Status == NDIS_STATUS_SUCCESS;
		ToeSlotGive(Adapter, Op->Slot);
		Op->Slot = NULL;
		ToeTreeLess(Adapter, Root);
		return;
	}
	if (Op->Status != NDIS_STATUS_SUCCESS) {
		Op->Block->Status = NDIS_STATUS_FAILURE;
		if (*(TOE_KIND *)Op->Object == ToeNeighbor)
			Adapter->Chimney.Lost = TRUE; /* connections may depend on it already */
	} else if (Op->Kind == TreeQuery) {
		ToeFillQuery(Adapter, Op);
	}
	ToeSlotGive(Adapter, Op->Slot);
	NdisFreeMemory(Op, 0, 0);
	ToeTreeLess(Adapter, Root);
}

VOID ToeOpDone(TOE_ADAPTER *Adapter, TOE_OP *Op, const struct toe_conn_event *Event)
{
	if (Event->status != TOE_OK)
		Op->Status = NDIS_STATUS_FAILURE;
	if (Event->opcode == TOE_CONN_PRELOAD)
		return; /* a piece of several: the others are told of by what follows */
	if (--Op->Left == 0)
		OpEnd(Adapter, Op);
}

/* The card was reset. Under Chimney.Lock. */
VOID ToeOpsLost(TOE_ADAPTER *Adapter)
{
	TOE_CONNECTION *Connection;

	while (!IsListEmpty(&Adapter->Chimney.Ops)) {
		TOE_OP *Op = CONTAINING_RECORD(Adapter->Chimney.Ops.Flink, TOE_OP, Link);
		Op->Status = NDIS_STATUS_FAILURE;
		OpEnd(Adapter, Op);
	}
	Adapter->Chimney.Lost = FALSE;
	while ((Connection = Adapter->Chimney.Starving) != NULL) {
		Adapter->Chimney.Starving = Connection->NextInTree;
		Connection->Op.Status = NDIS_STATUS_FAILURE;
		Connection->Unloaded = TRUE;
		ToeServe(Adapter, Connection);
	}
}

VOID ToeConnectionUnlink(TOE_ADAPTER *Adapter, TOE_CONNECTION *Connection) /* under Chimney.Lock */
{
	Adapter->Chimney.Table[Connection->Index] = NULL;
	if (Connection->Index < Adapter->Chimney.FreeHint)
		Adapter->Chimney.FreeHint = Connection->Index;
	RemoveEntryList(&Connection->PathLink);
	Connection->Path->Count--;
}

VOID ToeFreeObject(TOE_ADAPTER *Adapter, PVOID Object)
{
	TOE_HOP *Hop = Object;

	if (Hop->Kind == ToeNeighbor) {
		NdisAcquireSpinLock(&Adapter->Chimney.Lock);
		Adapter->Chimney.Hops[Hop->Index] = NULL;
		ToeSlotGive(Adapter, Hop->Slot);
		NdisReleaseSpinLock(&Adapter->Chimney.Lock);
	} else if (Hop->Kind == ToePath) {
		InterlockedDecrement(&((TOE_PATH *)Object)->Hop->Paths);
	}
	NdisFreeMemory(Object, 0, 0);
}
