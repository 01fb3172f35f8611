/*
 * The connection queue: commands to the card, its events, and the memory that both see. See connection.h for who may do what.
 *
 * Commands of one request stand next to each other in the ring, for they are put there under the lock. When the ring is full they wait in
 * Overflow, and a fence is the ring's last command: its completion is the interrupt that lets us go on.
 */
#include "toe.h"

/* ---- memory; PASSIVE_LEVEL */
static PVOID Allocate(TOE_ADAPTER *Adapter, ULONG Length)
{
	PVOID Memory = NdisAllocateMemoryWithTagPriority(Adapter->Handle, Length, TOE_TAG, NormalPoolPriority);

	if (Memory != NULL)
		NdisZeroMemory(Memory, Length);
	return Memory;
}

static BOOLEAN Share(TOE_ADAPTER *Adapter, TOE_SHARED *Shared, ULONG Length)
{
	NdisMAllocateSharedMemory(Adapter->Handle, Length, TRUE, &Shared->Address, &Shared->Physical);
	Shared->Length = Length;
	return Shared->Address != NULL;
}

static VOID Unshare(TOE_ADAPTER *Adapter, TOE_SHARED *Shared)
{
	if (Shared->Address != NULL)
		NdisMFreeSharedMemory(Adapter->Handle, Shared->Length, TRUE, Shared->Address, Shared->Physical);
	Shared->Address = NULL;
}

static TOE_MEMORY_BLOCK *NewBlock(TOE_ADAPTER *Adapter, ULONG Count, ULONG Entry, ULONG Bytes)
{
	TOE_MEMORY_BLOCK *Block = Allocate(Adapter, sizeof(*Block) + Count * Entry);

	if (Block != NULL && !Share(Adapter, &Block->Memory, Count * Bytes)) {
		NdisFreeMemory(Block, 0, 0);
		Block = NULL;
	}
	if (Block != NULL)
		Block->Count = Count;
	return Block;
}

TOE_SLOT_STATE *ToeSlotTake(TOE_ADAPTER *Adapter)
{
	TOE_CHIMNEY *Chimney = &Adapter->Chimney;
	TOE_MEMORY_BLOCK *Block;
	TOE_SLOT_STATE *Slot;
	ULONG i;

	NdisAcquireSpinLock(&Chimney->Lock);
	Slot = Chimney->FreeSlots;
	if (Slot != NULL)
		Chimney->FreeSlots = Slot->Next;
	NdisReleaseSpinLock(&Chimney->Lock);
	if (Slot != NULL) {
		NdisZeroMemory(Slot->State, sizeof(*Slot->State));
		return Slot;
	}
	Block = NewBlock(Adapter, TOE_SLOTS_BLOCK, sizeof(TOE_SLOT_STATE), sizeof(struct toe_conn_state));
	if (Block == NULL)
		return NULL;
	NdisZeroMemory(Block->Memory.Address, Block->Memory.Length);
	NdisAcquireSpinLock(&Chimney->Lock);
	for (i = 0; i < Block->Count; i++) {
		Block->Slots[i].State = (struct toe_conn_state *)Block->Memory.Address + i;
		Block->Slots[i].Address = (ULONG64)Block->Memory.Physical.QuadPart + i * sizeof(struct toe_conn_state);
		if (i != 0) {
			Block->Slots[i].Next = Chimney->FreeSlots;
			Chimney->FreeSlots = &Block->Slots[i];
		}
	}
	Block->Next = Chimney->SlotBlocks;
	Chimney->SlotBlocks = Block;
	NdisReleaseSpinLock(&Chimney->Lock);
	return &Block->Slots[0];
}

/* Under the lock. */
VOID ToeSlotGive(TOE_ADAPTER *Adapter, TOE_SLOT_STATE *Slot)
{
	if (Slot == NULL)
		return;
	Slot->Next = Adapter->Chimney.FreeSlots;
	Adapter->Chimney.FreeSlots = Slot;
}

/* ---- buffers for indications */
static BOOLEAN PieceInit(TOE_ADAPTER *Adapter, TOE_PIECE *Piece, PUCHAR Data, ULONG Length)
{
	Piece->Data = Data;
	Piece->Mdl = NdisAllocateMdl(Adapter->Handle, Data, Length);
	if (Piece->Mdl == NULL)
		return FALSE;
	Piece->List = NdisAllocateNetBufferAndNetBufferList(Adapter->Chimney.NblPool, 0, 0, Piece->Mdl, 0, Length);
	if (Piece->List == NULL) {
		NdisFreeMdl(Piece->Mdl);
		Piece->Mdl = NULL;
		return FALSE;
	}
	NET_BUFFER_LIST_MINIPORT_RESERVED(Piece->List)[0] = Piece;
	return TRUE;
}

static VOID PieceEnd(TOE_PIECE *Piece)
{
	if (Piece->List != NULL)
		NdisFreeNetBufferList(Piece->List);
	if (Piece->Mdl != NULL)
		NdisFreeMdl(Piece->Mdl);
	Piece->List = NULL;
	Piece->Mdl = NULL;
}

/* A copy of what a connection holds: refused data does not keep the card's buffers. NULL: no memory. */
TOE_PIECE *ToePieceCopy(TOE_ADAPTER *Adapter, const TOE_PIECE *From)
{
	TOE_PIECE *Piece = Allocate(Adapter, sizeof(*Piece) + From->Length);

	if (Piece == NULL)
		return NULL;
	if (!PieceInit(Adapter, Piece, (PUCHAR)(Piece + 1), From->Length)) {
		NdisFreeMemory(Piece, 0, 0);
		return NULL;
	}
	NdisMoveMemory(Piece->Data, From->Data + From->Start, From->Length);
	Piece->Length = From->Length;
	Piece->Pushed = From->Pushed;
	return Piece;
}

/* Under the lock. To the card again, or away. */
VOID ToePieceGive(TOE_ADAPTER *Adapter, TOE_PIECE *Piece)
{
	TOE_CHIMNEY *Chimney = &Adapter->Chimney;

	if (Piece->Address == 0) {
		PieceEnd(Piece);
		NdisFreeMemory(Piece, 0, 0);
		return;
	}
	Piece->Start = Piece->Length = 0;
	if (!Chimney->Up) {
		Piece->Next = Chimney->FreePieces;
		Chimney->FreePieces = Piece;
		return;
	}
	Piece->WithCard = TRUE;
	Chimney->PiecesWithCard++;
	ToePut(Adapter, TOE_CONN_BUFFER, 0, 0, (ULONG64)(ULONG_PTR)Piece, Piece->Address, TOE_PIECE_BYTES, 0);
}

/* PASSIVE_LEVEL: makes Count more. */
VOID ToePiecesMake(TOE_ADAPTER *Adapter, ULONG Count)
{
	TOE_CHIMNEY *Chimney = &Adapter->Chimney;
	TOE_MEMORY_BLOCK *Block;
	ULONG Made, i;

	for (Made = 0; Made < Count && Chimney->Pieces < TOE_PIECES_MAX; Made += TOE_PIECES_BLOCK) {
		Block = NewBlock(Adapter, TOE_PIECES_BLOCK, sizeof(TOE_PIECE), TOE_PIECE_BYTES);
		if (Block == NULL)
			return;
		NdisAcquireSpinLock(&Chimney->Lock);
		Block->Next = Chimney->PieceBlocks;
		Chimney->PieceBlocks = Block;
		Chimney->Pieces += Block->Count;
		NdisReleaseSpinLock(&Chimney->Lock);
		for (i = 0; i < Block->Count; i++) {
			TOE_PIECE *Piece = &Block->Pieces[i];
			if (!PieceInit(Adapter, Piece, (PUCHAR)Block->Memory.Address + i * TOE_PIECE_BYTES, TOE_PIECE_BYTES))
				return;
			Piece->Address = (ULONG64)Block->Memory.Physical.QuadPart + i * TOE_PIECE_BYTES;
			NdisAcquireSpinLock(&Chimney->Lock);
			ToePieceGive(Adapter, Piece);
			NdisReleaseSpinLock(&Chimney->Lock);
		}
	}
}

/* ---- commands; under the lock */
static BOOLEAN Passed(ULONG Event, ULONG Old, ULONG New)
{
	return New - Event - 1 < New - Old;
}

static VOID Enter(TOE_CHIMNEY *Chimney, const struct toe_conn_command *Command)
{
	Chimney->Ring[Chimney->Producer++ % TOE_CONN_ENTRIES] = *Command;
}

static ULONG Room(TOE_CHIMNEY *Chimney) /* the last entry is the fence's */
{
	return TOE_CONN_ENTRIES - 1 - (Chimney->Producer - Chimney->Control->consumer);
}

static VOID EnterFence(TOE_CHIMNEY *Chimney)
{
	struct toe_conn_command Command;

	if (Chimney->Fence || Chimney->Producer - Chimney->Control->consumer >= TOE_CONN_ENTRIES)
		return;
	NdisZeroMemory(&Command, sizeof(Command));
	Command.opcode = TOE_CONN_FENCE;
	Enter(Chimney, &Command);
	Chimney->Fence = TRUE;
}

VOID ToePut(TOE_ADAPTER *Adapter, ULONG Opcode, ULONG Flags, ULONG Conn, ULONG64 Cookie, ULONG64 Address, ULONG Length, ULONG Info)
{
	TOE_CHIMNEY *Chimney = &Adapter->Chimney;
	TOE_OVERFLOW *Block = Chimney->OverflowLast;
	struct toe_conn_command Command;

	if (!Chimney->Up)
		return;
	NdisZeroMemory(&Command, sizeof(Command));
	Command.opcode = (uint16_t)Opcode;
	Command.flags = (uint16_t)Flags;
	Command.conn = Conn;
	Command.cookie = Cookie;
	Command.address = Address;
	Command.length = Length;
	Command.info = Info;
	if (Opcode == TOE_CONN_POST && Adapter->Chimney.Table[Conn] != NULL)
		Command.reserved[0] = Adapter->Chimney.Table[Conn]->Indicated;
	if (Chimney->Overflow == NULL && Room(Chimney) != 0 && Room(Chimney) < TOE_CONN_ENTRIES) {
		Enter(Chimney, &Command);
		return;
	}
	if (Block == NULL || Block->Count == RTL_NUMBER_OF(Block->Command)) {
		Block = Allocate(Adapter, sizeof(*Block));
		if (Block == NULL) {
			Chimney->Lost = TRUE; /* the order of commands can't be kept: the card is reset */
			return;
		}
		if (Chimney->Overflow == NULL)
			Chimney->Overflow = Block;
		else
			Chimney->OverflowLast->Next = Block;
		Chimney->OverflowLast = Block;
	}
	Block->Command[Block->Count++] = Command;
	EnterFence(Chimney);
}

static VOID Pump(TOE_CHIMNEY *Chimney)
{
	while (Chimney->Overflow != NULL) {
		TOE_OVERFLOW *Block = Chimney->Overflow;
		while (Block->Taken < Block->Count && Room(Chimney) != 0 && Room(Chimney) < TOE_CONN_ENTRIES)
			Enter(Chimney, &Block->Command[Block->Taken++]);
		if (Block->Taken < Block->Count) {
			EnterFence(Chimney);
			return;
		}
		Chimney->Overflow = Block->Next;
		if (Chimney->Overflow == NULL)
			Chimney->OverflowLast = NULL;
		NdisFreeMemory(Block, 0, 0);
	}
}

/* Makes what was put visible; the lock is released here. One doorbell at most. */
VOID ToePublish(TOE_ADAPTER *Adapter)
{
	TOE_CHIMNEY *Chimney = &Adapter->Chimney;
	const ULONG Old = Chimney->Rung;
	BOOLEAN Ring = FALSE, Lost = Chimney->Lost;

	if (Chimney->Up && Chimney->Producer != Old) {
		KeMemoryBarrier();
		Chimney->Control->producer = Chimney->Producer;
		Chimney->Rung = Chimney->Producer;
		KeMemoryBarrier();
		Ring = Passed(Chimney->Control->doorbell_event, Old, Chimney->Producer);
	}
	Chimney->Lost = FALSE;
	NdisReleaseSpinLock(&Chimney->Lock);
	if (Ring && !Adapter->Removed)
		ToeWrite(Adapter, TOE_DOORBELLS + TOE_DOORBELL_CONN, 1);
	if (Lost)
		ToeResetQueue(Adapter, FALSE);
}

/* ---- events */
/* Under the lock: the connection has something for NDIS. */
VOID ToeServe(TOE_ADAPTER *Adapter, TOE_CONNECTION *Connection)
{
	TOE_CHIMNEY *Chimney = &Adapter->Chimney;

	if (Connection->InService)
		return;
	Connection->InService = TRUE;
	Connection->NextService = NULL;
	if (Chimney->Service == NULL)
		Chimney->Service = Connection;
	else
		Chimney->ServiceLast->NextService = Connection;
	Chimney->ServiceLast = Connection;
}

static BOOLEAN NextEvent(TOE_CHIMNEY *Chimney, struct toe_conn_event *Event)
{
	if (!Chimney->Up || Chimney->Control->completed == Chimney->Seen)
		return FALSE;
	KeMemoryBarrier();
	NdisMoveMemory(Event, (PVOID)&Chimney->Done[Chimney->Seen % TOE_CONN_ENTRIES], sizeof(*Event));
	Chimney->Seen++;
	if (Chimney->Seen % 64 == 0)
		Chimney->Control->seen = Chimney->Seen;
	return TRUE;
}

/* Under the lock. */
static VOID Handle(TOE_ADAPTER *Adapter, const struct toe_conn_event *Event)
{
	TOE_CHIMNEY *Chimney = &Adapter->Chimney;

	if (Event->type == TOE_EV_DONE) {
		if (Event->opcode == TOE_CONN_FENCE)
			Chimney->Fence = FALSE;
		else if (Event->opcode == TOE_CONN_FORWARD)
			ToeForwarded(Adapter, Event);
		else if (Event->cookie != 0)
			ToeOpDone(Adapter, (TOE_OP *)(ULONG_PTR)Event->cookie, Event);
		return;
	}
	if (Event->type == TOE_EV_STALE) {
		TOE_HOP *Hop = Event->conn < TOE_HOPS ? Chimney->Hops[Event->conn] : NULL;
		if (Hop != NULL && !Hop->Stale) {
			Hop->Stale = TRUE;
			Hop->NextStale = Chimney->StaleHops;
			Chimney->StaleHops = Hop;
		}
		return;
	}
	ToeConnectionEvent(Adapter, Event->conn < Chimney->TableSize ? Chimney->Table[Event->conn] : NULL, Event);
}

/* TRUE: something was there. */
static BOOLEAN Work(TOE_ADAPTER *Adapter)
{
	TOE_CHIMNEY *Chimney = &Adapter->Chimney;
	TOE_CONNECTION *Connection;
	struct toe_conn_event Event;
	BOOLEAN Any = FALSE;
	TOE_HOP *Hop;

	NdisAcquireSpinLock(&Chimney->Lock);
	while (NextEvent(Chimney, &Event)) {
		Handle(Adapter, &Event);
		Any = TRUE;
	}
	if (Chimney->Up) {
		Chimney->Control->seen = Chimney->Seen;
		Pump(Chimney);
	}
	ToePublish(Adapter);
	for (;;) {
		NdisAcquireSpinLock(&Chimney->Lock);
		Connection = Chimney->Service;
		if (Connection != NULL) {
			Chimney->Service = Connection->NextService;
			Connection->InService = FALSE;
		}
		NdisReleaseSpinLock(&Chimney->Lock);
		if (Connection == NULL)
			break;
		ToeDeliver(Adapter, Connection);
		Any = TRUE;
	}
	NdisAcquireSpinLock(&Chimney->Lock);
	Hop = Chimney->StaleHops;
	if (Hop != NULL)
		Chimney->StaleHops = Hop->NextStale;
	NdisReleaseSpinLock(&Chimney->Lock);
	if (Hop != NULL) {
		ToeNeighborStale(Adapter, Hop);
		Any = TRUE;
	}
	return ToeTreesEnd(Adapter) || Any;
}

/* TRUE: an event came before the interrupt was armed. */
static BOOLEAN Arm(TOE_CHIMNEY *Chimney)
{
	BOOLEAN More = FALSE;

	NdisAcquireSpinLock(&Chimney->Lock);
	if (Chimney->Up) {
		Chimney->Control->interrupt_event = Chimney->Seen;
		KeMemoryBarrier();
		More = Chimney->Control->completed != Chimney->Seen;
	}
	NdisReleaseSpinLock(&Chimney->Lock);
	return More;
}

/* Any level up to DISPATCH_LEVEL. Whoever comes while another is at it makes that one go round once more. */
VOID ToeConnectionPoll(TOE_ADAPTER *Adapter)
{
	TOE_CHIMNEY *Chimney = &Adapter->Chimney;
	LONG Claims;
	KIRQL Old;

	if (!Chimney->Usable || InterlockedIncrement(&Chimney->Claims) != 1)
		return;
	KeRaiseIrql(DISPATCH_LEVEL, &Old);
	do {
		Claims = Chimney->Claims;
		while (Work(Adapter) || Arm(Chimney)) {
		}
	} while (InterlockedExchangeAdd(&Chimney->Claims, -Claims) != Claims);
	KeLowerIrql(Old);
}

/* ---- made, stopped, taken away; PASSIVE_LEVEL */
static VOID Created(TOE_ADAPTER *Adapter, PVOID Context, NDIS_STATUS Status, PVOID Data)
{
	UNREFERENCED_PARAMETER(Context);
	UNREFERENCED_PARAMETER(Data);
	Adapter->Chimney.CreateStatus = Status;
	NdisSetEvent(&Adapter->Chimney.Created);
}

static BOOLEAN AllocateQueue(TOE_ADAPTER *Adapter)
{
	TOE_CHIMNEY *Chimney = &Adapter->Chimney;
	NET_BUFFER_LIST_POOL_PARAMETERS Pool;

	if (Chimney->NblPool == NULL) {
		NdisZeroMemory(&Pool, sizeof(Pool));
		Pool.Header.Type = NDIS_OBJECT_TYPE_DEFAULT;
		Pool.Header.Revision = NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1;
		Pool.Header.Size = NDIS_SIZEOF_NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1;
		Pool.ProtocolId = NDIS_PROTOCOL_ID_DEFAULT;
		Pool.fAllocateNetBuffer = TRUE;
		Pool.PoolTag = TOE_TAG;
		Chimney->NblPool = NdisAllocateNetBufferListPool(Adapter->Handle, &Pool);
	}
	if (Chimney->Table == NULL) {
		Chimney->Table = Allocate(Adapter, Adapter->CapsInitial.Capacity * sizeof(*Chimney->Table));
		Chimney->TableSize = Chimney->Table != NULL ? Adapter->CapsInitial.Capacity : 0;
	}
	if (Chimney->Memory.Address == NULL)
		Share(Adapter, &Chimney->Memory,
		      TOE_CONN_ENTRIES * (sizeof(struct toe_conn_command) + sizeof(struct toe_conn_event)) +
		              sizeof(struct toe_queue_control));
	if (Chimney->NblPool == NULL || Chimney->Table == NULL || Chimney->Memory.Address == NULL)
		return FALSE;
	Chimney->Ring = Chimney->Memory.Address;
	Chimney->Done = (volatile struct toe_conn_event *)(Chimney->Ring + TOE_CONN_ENTRIES);
	Chimney->Control = (volatile struct toe_queue_control *)(Chimney->Done + TOE_CONN_ENTRIES);
	return TRUE;
}

/* The queue is there, or is made. */
NDIS_STATUS ToeConnectionStart(TOE_ADAPTER *Adapter)
{
	TOE_CHIMNEY *Chimney = &Adapter->Chimney;
	struct toe_queue_setup Setup;
	struct toe_command Command;
	NDIS_STATUS Status;
	TOE_PIECE *Piece;

	if (Chimney->Up)
		return NDIS_STATUS_SUCCESS;
	if (!Chimney->Usable || ToeRead(Adapter, TOE_QUEUES) == 0)
		return NDIS_STATUS_NOT_SUPPORTED;
	if (!AllocateQueue(Adapter))
		return NDIS_STATUS_RESOURCES;
	NdisZeroMemory(Chimney->Memory.Address, Chimney->Memory.Length);
	Chimney->Producer = Chimney->Rung = Chimney->Seen = 0;
	Chimney->Fence = FALSE;
	NdisZeroMemory(&Command, sizeof(Command));
	NdisZeroMemory(&Setup, sizeof(Setup));
	Command.opcode = TOE_CMD_QUEUE_CREATE;
	Setup.type = TOE_QUEUE_CONN;
	Setup.entries = TOE_CONN_ENTRIES;
	Setup.ring = (ULONG64)Chimney->Memory.Physical.QuadPart;
	Setup.completions = Setup.ring + TOE_CONN_ENTRIES * sizeof(struct toe_conn_command);
	Setup.control = Setup.completions + TOE_CONN_ENTRIES * sizeof(struct toe_conn_event);
	NdisResetEvent(&Chimney->Created);
	Status = ToeAdminSubmit(Adapter, &Command, &Setup, sizeof(Setup), Created, NULL);
	if (Status != NDIS_STATUS_SUCCESS)
		return Status;
	NdisWaitEvent(&Chimney->Created, 0); /* the watchdog sees to it that this ends */
	if (Chimney->CreateStatus != NDIS_STATUS_SUCCESS)
		return Chimney->CreateStatus;
	NdisAcquireSpinLock(&Chimney->Lock);
	Chimney->Up = TRUE;
	while ((Piece = Chimney->FreePieces) != NULL) {
		Chimney->FreePieces = Piece->Next;
		ToePieceGive(Adapter, Piece);
	}
	ToePublish(Adapter);
	if (Chimney->Pieces < TOE_PIECES_FIRST)
		ToePiecesMake(Adapter, TOE_PIECES_FIRST - Chimney->Pieces);
	return Chimney->Pieces != 0 ? NDIS_STATUS_SUCCESS : NDIS_STATUS_RESOURCES;
}

/* The card no longer reaches memory: reset, removed, halted. What was on it is lost. */
VOID ToeConnectionLost(TOE_ADAPTER *Adapter)
{
	TOE_CHIMNEY *Chimney = &Adapter->Chimney;
	TOE_MEMORY_BLOCK *Block;
	ULONG i;

	if (!Chimney->Usable)
		return;
	NdisAcquireSpinLock(&Chimney->Lock);
	if (Chimney->Up) {
		Chimney->Up = FALSE;
		while (Chimney->Overflow != NULL) {
			TOE_OVERFLOW *Over = Chimney->Overflow;
			Chimney->Overflow = Over->Next;
			NdisFreeMemory(Over, 0, 0);
		}
		Chimney->OverflowLast = NULL;
		for (Block = Chimney->PieceBlocks; Block != NULL; Block = Block->Next)
			for (i = 0; i < Block->Count; i++)
				if (Block->Pieces[i].WithCard) {
					Block->Pieces[i].WithCard = FALSE;
					Block->Pieces[i].Next = Chimney->FreePieces;
					Chimney->FreePieces = &Block->Pieces[i];
				}
		Chimney->PiecesWithCard = 0;
		for (i = 0; i < Chimney->TableSize; i++)
			if (Chimney->Table[i] != NULL)
				ToeConnectionDead(Adapter, Chimney->Table[i]);
		ToeOpsLost(Adapter);
	}
	NdisReleaseSpinLock(&Chimney->Lock);
	ToeConnectionPoll(Adapter);
}

VOID ToeConnectionFree(TOE_ADAPTER *Adapter)
{
	TOE_CHIMNEY *Chimney = &Adapter->Chimney;
	TOE_MEMORY_BLOCK *Block;
	ULONG i;

	while ((Block = Chimney->PieceBlocks) != NULL) {
		Chimney->PieceBlocks = Block->Next;
		for (i = 0; i < Block->Count; i++)
			PieceEnd(&Block->Pieces[i]);
		Unshare(Adapter, &Block->Memory);
		NdisFreeMemory(Block, 0, 0);
	}
	while ((Block = Chimney->SlotBlocks) != NULL) {
		Chimney->SlotBlocks = Block->Next;
		Unshare(Adapter, &Block->Memory);
		NdisFreeMemory(Block, 0, 0);
	}
	Unshare(Adapter, &Chimney->Memory);
	if (Chimney->Table != NULL)
		NdisFreeMemory(Chimney->Table, 0, 0);
	Chimney->Table = NULL;
	if (Chimney->NblPool != NULL)
		NdisFreeNetBufferListPool(Chimney->NblPool);
	Chimney->NblPool = NULL;
}
