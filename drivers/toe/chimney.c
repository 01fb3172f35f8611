/*
 * The connection offload entry points (full-tcp-offload; removed from the pages since, see contract/connection-offload.md).
 *
 * Registered in MiniportSetOptions: NDIS blocks connection offload without them. Every tree is noted and worked on by a work item at
 * PASSIVE_LEVEL; its commands are given to the card with one doorbell, and it is completed when the last of them has been.
 *
 *   initiate    depth first, then breadth. A neighbor becomes an entry of the card's table, a path is kept here, a connection is loaded
 *   query       what we know, and for connections what the card says
 *   update      cached members; a path that hangs from another neighbor takes its connections along
 *   invalidate  the card stops sending on the connections below and asks for their upload
 *   terminate   connections first, then paths, then neighbors
 *
 * A tree waits in a queue linked through the root block's MiniportReserved[0]; MiniportReserved[1] says what it is; Scratch[0] counts what
 * is still to come, and Scratch[1] is the list of the connections it makes, or the number of those it ends. While offloading is paused
 * initiates stay queued (reporting-a-nic-s-connection-offload-capabilities); when the uploads are awaited they are failed, else host and
 * target would wait for each other.
 */
#include "toe.h"

#define BLOCK              TOE_BLOCK
#define TREE_NEXT(Tree)    ((Tree)->MiniportReserved[0])
#define TREE_KIND_OF(Tree) ((Tree)->MiniportReserved[1])
#define TREE_COUNT(Tree)   (*(volatile LONG *)&(Tree)->Scratch[0])
#define TREE_CONNS(Tree)   ((Tree)->Scratch[1])
#define TREE_NEW           0x100 /* beside the kind, in any block: made by this tree */
#define TREE_DEPTH         8     /* neighbor, path, TCP: deeper trees are malformed and are not followed */
#define NO_TIMER           0xfffffffful

/* ---- layers and their state */
typedef enum { PartConst, PartCached, PartDelegated } PART;

static BOOLEAN IsNeighbor(const BLOCK *Block)
{
	return Block->Header.Type >= NeighborOffloadConstState && Block->Header.Type <= NeighborOffloadState;
}
static BOOLEAN IsPath(const BLOCK *Block)
{
	return Block->Header.Type >= Ip4OffloadConstState && Block->Header.Type <= Ip6OffloadState;
}
static BOOLEAN IsTcp(const BLOCK *Block)
{
	return Block->Header.Type >= TcpOffloadConstState && Block->Header.Type <= TcpOffloadState;
}

static NDIS_STATUS LayerIsFull(const BLOCK *Block)
{
	return IsNeighbor(Block) ? NDIS_STATUS_OFFLOAD_NEIGHBOR_ENTRIES
	       : IsPath(Block)   ? NDIS_STATUS_OFFLOAD_PATH_ENTRIES
	       : IsTcp(Block)    ? NDIS_STATUS_OFFLOAD_TCP_ENTRIES
	                         : NDIS_STATUS_FAILURE;
}

/* A state structure behind a block, of at least Size bytes; NULL: the block's type has none, or it is malformed. Each starts where the one
 * before ends, by its Length rounded up to the size of a pointer. */
static PVOID Part(const BLOCK *Block, PART Which, ULONG Size)
{
	const UCHAR Type = Block->Header.Type;
	PUCHAR At = (PUCHAR)(Block + 1);
	ULONG Have, i;

	if (IsNeighbor(Block))
		Have = Type - NeighborOffloadConstState;
	else if (IsPath(Block))
		Have = (Type - Ip4OffloadConstState) % 4;
	else if (IsTcp(Block))
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

/* Delegated TCP state ends with BufferedData for drivers of NDIS 6.0. */
#define DELEGATED_SIZE RTL_SIZEOF_THROUGH_FIELD(TCP_OFFLOAD_STATE_DELEGATED, BufferedData)

/* ---- units: the host's ticks (OID_TCP_CONNECTION_OFFLOAD_PARAMETERS), the card's milliseconds and microseconds */
static ULONG TicksPerSecond(const TOE_ADAPTER *Adapter)
{
	return Adapter->State.Connection.ticks_per_second != 0 ? Adapter->State.Connection.ticks_per_second : 1000;
}
static ULONG ToMs(const TOE_ADAPTER *Adapter, ULONG Ticks)
{
	const ULONG64 Ms = (ULONG64)Ticks * 1000 / TicksPerSecond(Adapter);

	return Ticks == NO_TIMER || Ms > NO_TIMER ? NO_TIMER : (ULONG)Ms;
}
static ULONG ToTicks(const TOE_ADAPTER *Adapter, ULONG Ms)
{
	const ULONG64 Ticks = (ULONG64)Ms * TicksPerSecond(Adapter) / 1000;

	return Ms == NO_TIMER || Ticks > NO_TIMER ? NO_TIMER : (ULONG)Ticks;
}
static ULONG ToUs(const TOE_ADAPTER *Adapter, USHORT Scaled, ULONG Factor)
{
	return (ULONG)((ULONG64)Scaled * 1000000 / TicksPerSecond(Adapter) / Factor);
}
static USHORT ToScaled(const TOE_ADAPTER *Adapter, ULONG Us, ULONG Factor)
{
	const ULONG64 Scaled = ((ULONG64)Us * Factor * TicksPerSecond(Adapter) + 500000) / 1000000;

	return Scaled > 0xffff ? 0xffff : Us != 0 && Scaled == 0 ? 1 : (USHORT)Scaled;
}
static ULONGLONG NowMs(VOID)
{
	LARGE_INTEGER Now;

	NdisGetSystemUpTimeEx(&Now);
	return (ULONGLONG)Now.QuadPart;
}

static VOID *Allocate(TOE_ADAPTER *Adapter, ULONG Length)
{
	PVOID Memory = NdisAllocateMemoryWithTagPriority(Adapter->Handle, Length, TOE_TAG, NormalPoolPriority);

	if (Memory != NULL)
		NdisZeroMemory(Memory, Length);
	return Memory;
}

/* ---- the end of trees */
/* Under Chimney.Lock. */
static VOID TreeLess(TOE_ADAPTER *Adapter, BLOCK *Root)
{
	if (--TREE_COUNT(Root) != 0)
		return;
	TREE_NEXT(Root) = Adapter->Chimney.Ended;
	Adapter->Chimney.Ended = Root;
}

static VOID OpStart(TOE_ADAPTER *Adapter, TOE_OP *Op, TOE_TREE Kind, BLOCK *Root, BLOCK *Block, PVOID Object, ULONG Left)
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

static TOE_OP *OpNew(TOE_ADAPTER *Adapter, BOOLEAN WithSlot)
{
	TOE_OP *Op = Allocate(Adapter, sizeof(*Op));

	if (Op == NULL || !WithSlot)
		return Op;
	Op->Slot = ToeSlotTake(Adapter);
	if (Op->Slot == NULL) {
		NdisFreeMemory(Op, 0, 0);
		return NULL;
	}
	return Op;
}

static VOID FillQuery(TOE_ADAPTER *Adapter, const TOE_OP *Op);

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
		TreeLess(Adapter, Root);
		return;
	}
	if (Op->Status != NDIS_STATUS_SUCCESS) {
		Op->Block->Status = NDIS_STATUS_FAILURE;
		if (*(TOE_KIND *)Op->Object == ToeNeighbor)
			Adapter->Chimney.Lost = TRUE; /* connections may depend on it already */
	} else if (Op->Kind == TreeQuery) {
		FillQuery(Adapter, Op);
	}
	ToeSlotGive(Adapter, Op->Slot);
	NdisFreeMemory(Op, 0, 0);
	TreeLess(Adapter, Root);
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

static VOID Unlink(TOE_ADAPTER *Adapter, TOE_CONNECTION *Connection) /* under Chimney.Lock */
{
	Adapter->Chimney.Table[Connection->Index] = NULL;
	if (Connection->Index < Adapter->Chimney.FreeHint)
		Adapter->Chimney.FreeHint = Connection->Index;
	RemoveEntryList(&Connection->PathLink);
	Connection->Path->Count--;
}

static VOID FreeObject(TOE_ADAPTER *Adapter, PVOID Object)
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

/* ---- initiate */
static VOID AnswerInitiate(BLOCK *Block, BOOLEAN Tried, ULONG Depth)
{
	for (; Block != NULL; Block = Block->NextBlock) {
		BOOLEAN Below = Tried;
		if (Block->MiniportOffloadContext == NULL) {
			Block->Status = NDIS_STATUS_SUCCESS;
		} else if (!Tried) {
			Block->Status = NDIS_STATUS_FAILURE;
		} else {
			Block->Status = *Block->MiniportOffloadContext == NULL ? LayerIsFull(Block) : NDIS_STATUS_FAILURE;
			Below = FALSE;
		}
		if (Depth < TREE_DEPTH)
			AnswerInitiate(Block->DependentBlockList, Below, Depth + 1);
	}
}

/* Under Chimney.Lock. */
static VOID PutNeighbor(TOE_ADAPTER *Adapter, TOE_HOP *Hop, PVOID Cookie)
{
	struct toe_neighbor *Entry = (struct toe_neighbor *)Hop->Slot->State;

	NdisZeroMemory(Entry, sizeof(*Entry));
	NdisMoveMemory(Entry->destination, Hop->Cached.DlDestinationAddress, 6);
	NdisMoveMemory(Entry->source, Hop->Const.DlSourceAddress, 6);
	Entry->vlan = (uint16_t)Hop->Const.VlanId;
	Entry->reachable_ms = ToMs(Adapter, Hop->Cached.HostReachabilityDelta);
	ToePut(Adapter, TOE_CONN_NEIGHBOR, 0, Hop->Index, (ULONG64)(ULONG_PTR)Cookie, Hop->Slot->Address, sizeof(*Entry), 0);
}

static NDIS_STATUS CheckNeighbor(TOE_ADAPTER *Adapter, const NEIGHBOR_OFFLOAD_STATE_CONST *Const)
{
	static const UCHAR None[32];

	/* The card receives on its own address only. */
	if (!RtlEqualMemory(Const->DlSourceAddress, None, 6) && !RtlEqualMemory(Const->DlSourceAddress, Adapter->State.MacAddress, 6))
		return NDIS_STATUS_OFFLOAD_HW_ADDRESS_ENTRIES;
	if (Adapter->VlanId != 0 && Const->VlanId != 0 && Const->VlanId != Adapter->VlanId)
		return NDIS_STATUS_OFFLOAD_VLAN_MISMATCH;
	return NDIS_STATUS_SUCCESS;
}

static NDIS_STATUS NewNeighbor(TOE_ADAPTER *Adapter, BLOCK *Root, BLOCK *Block, TOE_HOP **Out)
{
	const NEIGHBOR_OFFLOAD_STATE_CONST *Const = Part(Block, PartConst, sizeof(*Const));
	const NEIGHBOR_OFFLOAD_STATE_CACHED *Cached = Part(Block, PartCached, sizeof(*Cached));
	TOE_CHIMNEY *Chimney = &Adapter->Chimney;
	NDIS_STATUS Status;
	TOE_HOP *Hop;
	TOE_OP *Op;
	ULONG i;

	if (Const == NULL || Cached == NULL)
		return NDIS_STATUS_FAILURE;
	Status = CheckNeighbor(Adapter, Const);
	if (Status != NDIS_STATUS_SUCCESS)
		return Status;
	for (i = 0; i < TOE_HOPS && Chimney->Hops[i] != NULL; i++) /* only the worker takes entries */
		;
	if (i == TOE_HOPS)
		return NDIS_STATUS_OFFLOAD_NEIGHBOR_ENTRIES;
	Hop = Allocate(Adapter, sizeof(*Hop));
	Op = OpNew(Adapter, FALSE);
	if (Hop == NULL || Op == NULL || (Hop->Slot = ToeSlotTake(Adapter)) == NULL) {
		if (Hop != NULL)
			NdisFreeMemory(Hop, 0, 0);
		if (Op != NULL)
			NdisFreeMemory(Op, 0, 0);
		return NDIS_STATUS_RESOURCES;
	}
	Hop->Kind = ToeNeighbor;
	Hop->Index = i;
	Hop->Handle = Block->NdisOffloadHandle;
	NdisMoveMemory(&Hop->Const, Const, sizeof(*Const));
	NdisMoveMemory(&Hop->Cached, Cached, sizeof(*Cached));
	Hop->HostMs = NowMs() - ToMs(Adapter, Cached->HostReachabilityDelta);
	NdisAcquireSpinLock(&Chimney->Lock);
	Chimney->Hops[i] = Hop;
	OpStart(Adapter, Op, TreeInitiate, Root, Block, Hop, 1);
	PutNeighbor(Adapter, Hop, Op);
	NdisReleaseSpinLock(&Chimney->Lock);
	*Out = Hop;
	return NDIS_STATUS_SUCCESS;
}

static NDIS_STATUS NewPath(TOE_ADAPTER *Adapter, BLOCK *Block, TOE_HOP *Hop, TOE_PATH **Out)
{
	const PATH_OFFLOAD_STATE_CONST *Const = Part(Block, PartConst, sizeof(*Const));
	const PATH_OFFLOAD_STATE_CACHED *Cached = Part(Block, PartCached, sizeof(*Cached));
	const BOOLEAN Ip6 = Block->Header.Type >= Ip6OffloadConstState;
	TOE_PATH *Path;

	if (Const == NULL || Cached == NULL || Hop == NULL || Const->SourceAddress == NULL || Const->DestinationAddress == NULL)
		return NDIS_STATUS_FAILURE;
	Path = Allocate(Adapter, sizeof(*Path));
	if (Path == NULL)
		return NDIS_STATUS_RESOURCES;
	Path->Kind = ToePath;
	Path->Family = Ip6 ? 6 : 4;
	NdisMoveMemory(Path->Source, Const->SourceAddress, Ip6 ? 16 : 4);
	NdisMoveMemory(Path->Destination, Const->DestinationAddress, Ip6 ? 16 : 4);
	Path->Mtu = Cached->PathMtu;
	Path->Handle = Block->NdisOffloadHandle;
	Path->Hop = Hop;
	InitializeListHead(&Path->Connections);
	InterlockedIncrement(&Hop->Paths);
	*Out = Path;
	return NDIS_STATUS_SUCCESS;
}

static VOID FillCached(TOE_ADAPTER *Adapter, const TOE_CONNECTION *Connection, struct toe_conn_state *State)
{
	const TCP_OFFLOAD_STATE_CACHED *Cached = &Connection->Cached;
	const ULONG Largest = Adapter->MaxFrame - 14;

	State->neighbor = (uint16_t)Connection->Path->Hop->Index;
	State->cached_flags = Cached->Flags & (TCP_FLAG_KEEP_ALIVE_ENABLED | TCP_FLAG_NAGLING_ENABLED);
	State->ka_probes = Cached->KaProbeCount;
	State->ttl = Cached->TtlOrHopLimit;
	State->tos = Cached->TosOrTrafficClass;
	State->priority = Cached->UserPriority;
	State->rcv_buffer = Cached->InitialRcvWnd;
	State->indication_size = Cached->RcvIndicationSize;
	State->ka_timeout = ToMs(Adapter, Cached->KaTimeout);
	State->ka_interval = ToMs(Adapter, Cached->KaInterval);
	State->max_rt = ToMs(Adapter, Cached->MaxRT);
	State->flow_label = Cached->FlowLabel;
	State->path_mtu = Connection->Path->Mtu < Largest ? Connection->Path->Mtu : Largest;
}

static VOID FillState(TOE_ADAPTER *Adapter, const TOE_CONNECTION *Connection, const TCP_OFFLOAD_STATE_DELEGATED *d,
                      struct toe_conn_state *State)
{
	const TCP_OFFLOAD_STATE_CONST *Const = &Connection->Const;

	NdisMoveMemory(State->local, Connection->Path->Source, 16);
	NdisMoveMemory(State->remote, Connection->Path->Destination, 16);
	State->local_port = RtlUshortByteSwap(Const->LocalPort);
	State->remote_port = RtlUshortByteSwap(Const->RemotePort);
	State->ipv6 = Connection->Path->Family == 6;
	State->flags = (uint8_t)Const->Flags;
	State->snd_scale = Const->SndWindScale;
	State->rcv_scale = Const->RcvWindScale;
	State->remote_mss = Const->RemoteMss;
	State->hash = Const->HashValue;
	FillCached(Adapter, Connection, State);
	State->state = (uint8_t)d->State;
	State->dup_acks = d->DupAckCount;
	State->probe_round = d->SndWndProbeCount;
	State->ka_probes_sent = d->KeepAlive.ProbeCount;
	State->retransmits = d->Retransmit.Count;
	State->rcv_nxt = d->RcvNxt;
	State->rcv_wnd = d->RcvWnd;
	State->snd_una = d->SndUna;
	State->snd_nxt = d->SndNxt;
	State->snd_max = d->SndMax;
	State->snd_wnd = d->SndWnd;
	State->max_snd_wnd = d->MaxSndWnd;
	State->snd_wl1 = d->SendWL1;
	State->cwnd = d->CWnd;
	State->ssthresh = d->SsThresh;
	State->srtt_us = ToUs(Adapter, d->SRtt, 8);
	State->rttvar_us = ToUs(Adapter, d->RttVar, 4);
	State->ts_recent = d->TsRecent;
	State->ts_recent_age = ToMs(Adapter, d->TsRecentAge);
	State->ts_time = d->TsTime;
	State->total_rt = ToMs(Adapter, d->TotalRT);
	State->keepalive = ToMs(Adapter, d->KeepAlive.TimeoutDelta);
	State->retransmit = ToMs(Adapter, d->Retransmit.TimeoutDelta);
}

static NDIS_STATUS NewConnection(TOE_ADAPTER *Adapter, BLOCK *Root, BLOCK *Block, TOE_PATH *Path)
{
	const TCP_OFFLOAD_STATE_CONST *Const = Part(Block, PartConst, sizeof(*Const));
	const TCP_OFFLOAD_STATE_CACHED *Cached = Part(Block, PartCached, sizeof(*Cached));
	const TCP_OFFLOAD_STATE_DELEGATED *Delegated = Part(Block, PartDelegated, DELEGATED_SIZE);
	TOE_CHIMNEY *Chimney = &Adapter->Chimney;
	TOE_CONNECTION *Connection;
	TOE_SLOT_STATE *Slot;
	ULONG i;

	if (Const == NULL || Cached == NULL || Delegated == NULL || Path == NULL)
		return NDIS_STATUS_FAILURE;
	if ((ULONG)Chimney->Connections >= Adapter->Caps.Capacity)
		return NDIS_STATUS_OFFLOAD_TCP_ENTRIES;
	if (Adapter->Caps.Window != 0 && Cached->InitialRcvWnd > Adapter->Caps.Window)
		return NDIS_STATUS_OFFLOAD_TCP_RCV_WINDOW;
	for (i = Chimney->FreeHint; i < Chimney->TableSize && Chimney->Table[i] != NULL; i++)
		;
	if (i == Chimney->TableSize)
		return NDIS_STATUS_OFFLOAD_TCP_ENTRIES;
	Connection = Allocate(Adapter, sizeof(*Connection));
	Slot = Connection != NULL ? ToeSlotTake(Adapter) : NULL;
	if (Slot == NULL) {
		if (Connection != NULL)
			NdisFreeMemory(Connection, 0, 0);
		return NDIS_STATUS_RESOURCES;
	}
	Connection->Kind = ToeTcp;
	Connection->Index = i;
	Connection->Handle = Block->NdisOffloadHandle;
	Connection->Path = Path;
	Connection->Held = TRUE;
	NdisMoveMemory(&Connection->Const, Const, sizeof(*Const));
	NdisMoveMemory(&Connection->Cached, Cached, sizeof(*Cached));
	Connection->Op.Slot = Slot;
	FillState(Adapter, Connection, Delegated, Slot->State);
	InterlockedIncrement(&Chimney->Connections);

	NdisAcquireSpinLock(&Chimney->Lock);
	Chimney->Table[i] = Connection;
	Chimney->FreeHint = i + 1;
	InsertTailList(&Path->Connections, &Connection->PathLink);
	Path->Count++;
	Connection->NextInTree = TREE_CONNS(Root);
	TREE_CONNS(Root) = Connection;
	OpStart(Adapter, &Connection->Op, TreeInitiate, Root, Block, Connection, 2);
	ToePut(Adapter, TOE_CONN_LOAD, 0, i, (ULONG64)(ULONG_PTR)&Connection->Op, Slot->Address, sizeof(*Slot->State), 0);
	ToeLoadReceived(Adapter, Connection, Delegated->BufferedData);
	ToeLoadSends(Adapter, Connection, Block->NetBufferListChain);
	ToePut(Adapter, TOE_CONN_START, 0, i, (ULONG64)(ULONG_PTR)&Connection->Op, Slot->Address, sizeof(*Slot->State), 0);
	NdisReleaseSpinLock(&Chimney->Lock);
	return NDIS_STATUS_SUCCESS;
}

/* Depth first, then breadth. Tried: nothing above has failed. */
static VOID Initiate(TOE_ADAPTER *Adapter, BLOCK *Root, BLOCK *Block, TOE_HOP *AboveHop, TOE_PATH *AbovePath, BOOLEAN Tried, ULONG Depth)
{
	for (; Block != NULL; Block = Block->NextBlock) {
		PVOID Object = Block->MiniportOffloadContext != NULL ? *Block->MiniportOffloadContext : NULL;
		BOOLEAN Below = Tried;
		TOE_PATH *Path = AbovePath;
		TOE_HOP *Hop = AboveHop;

		if (Block != Root)
			TREE_KIND_OF(Block) = NULL;
		Block->Status = NDIS_STATUS_SUCCESS;
		if (Block->MiniportOffloadContext == NULL) {
			/* a placeholder */
		} else if (!Tried) {
			Block->Status = NDIS_STATUS_FAILURE;
		} else if (Object != NULL) {
			Hop = *(TOE_KIND *)Object == ToeNeighbor ? Object : NULL;
			Path = *(TOE_KIND *)Object == ToePath ? Object : NULL;
		} else {
			if (IsNeighbor(Block))
				Block->Status = NewNeighbor(Adapter, Root, Block, (TOE_HOP **)&Object);
			else if (IsPath(Block))
				Block->Status = NewPath(Adapter, Block, Hop, (TOE_PATH **)&Object);
			else if (IsTcp(Block))
				Block->Status = NewConnection(Adapter, Root, Block, Path);
			else
				Block->Status = NDIS_STATUS_FAILURE;
			Below = Block->Status == NDIS_STATUS_SUCCESS;
			if (Below) {
				TREE_KIND_OF(Block) = (PVOID)((ULONG_PTR)TREE_KIND_OF(Block) | TREE_NEW);
				Hop = IsNeighbor(Block) ? Object : Hop;
				Path = IsPath(Block) ? Object : NULL;
				if (IsTcp(Block))
					Object = TREE_CONNS(Root);
				*Block->MiniportOffloadContext = Object;
			}
		}
		if (Depth < TREE_DEPTH)
			Initiate(Adapter, Root, Block->DependentBlockList, Hop, Path, Below, Depth + 1);
	}
}

static BOOLEAN Taken(const BLOCK *Block)
{
	return Block->Status == NDIS_STATUS_SUCCESS || Block->Status == NDIS_STATUS_OFFLOAD_PARTIAL_SUCCESS;
}

/* The card has answered for all: statuses of what has dependents, and what it did not take goes. */
static VOID Judge(TOE_ADAPTER *Adapter, BLOCK *Block, ULONG Depth)
{
	for (; Block != NULL; Block = Block->NextBlock) {
		const BOOLEAN New = ((ULONG_PTR)TREE_KIND_OF(Block) & TREE_NEW) != 0;
		ULONG All = 0, Good = 0;
		const BLOCK *Below;

		if (Depth < TREE_DEPTH)
			Judge(Adapter, Block->DependentBlockList, Depth + 1);
		for (Below = Block->DependentBlockList; Below != NULL; Below = Below->NextBlock) {
			All++;
			Good += Taken(Below);
		}
		if (Block->MiniportOffloadContext == NULL)
			continue;
		if (Taken(Block) && Good != All)
			Block->Status = New || Good != 0 ? NDIS_STATUS_OFFLOAD_PARTIAL_SUCCESS : NDIS_STATUS_FAILURE;
		if (!New || !IsTcp(Block) || Taken(Block))
			continue;
		*Block->MiniportOffloadContext = NULL;
	}
}

static VOID EndInitiate(TOE_ADAPTER *Adapter, BLOCK *Root)
{
	TOE_CHIMNEY *Chimney = &Adapter->Chimney;
	TOE_CONNECTION *Connection, *Next, *Live = NULL;
	BOOLEAN Failed = FALSE;

	Judge(Adapter, Root, 0);
	NdisAcquireSpinLock(&Chimney->Lock);
	for (Connection = TREE_CONNS(Root); Connection != NULL; Connection = Next) {
		Next = Connection->NextInTree;
		if (Connection->Op.Status == NDIS_STATUS_SUCCESS) {
			Connection->NextInTree = Live;
			Live = Connection;
			continue;
		}
		Failed = TRUE;
		Unlink(Adapter, Connection); /* its send data is the host's: nothing of the lists is touched */
		InterlockedDecrement(&Chimney->Connections);
		NdisFreeMemory(Connection, 0, 0);
	}
	NdisReleaseSpinLock(&Chimney->Lock);
	NdisMInitiateOffloadComplete(Adapter->Handle, Root);
	NdisAcquireSpinLock(&Chimney->Lock);
	for (; Live != NULL; Live = Next) {
		Next = Live->NextInTree;
		Live->Held = FALSE;
		if (Live->Dead && !Live->Ending) {
			Live->Reason = HardwareFailure;
			Live->Events |= 1ul << TcpIndicateRetrieve | 1ul << TcpIndicateAbort;
		}
		ToeServe(Adapter, Live);
	}
	NdisReleaseSpinLock(&Chimney->Lock);
	if (Failed)
		ToeChangeUploaded(Adapter);
}

/* ---- terminate */
static VOID Unload(TOE_ADAPTER *Adapter, TOE_CONNECTION *Connection) /* under Chimney.Lock */
{
	ToePut(Adapter, TOE_CONN_UNLOAD, 0, Connection->Index, (ULONG64)(ULONG_PTR)&Connection->Op, Connection->Op.Slot->Address,
	       sizeof(*Connection->Op.Slot->State), 0);
}

/* More buffers for those that the card could not unload: what came back is with it already; else the worker makes some. */
static VOID Feed(TOE_ADAPTER *Adapter)
{
	TOE_CHIMNEY *Chimney = &Adapter->Chimney;
	TOE_CONNECTION *Connection;

	NdisAcquireSpinLock(&Chimney->Lock);
	if (Chimney->PiecesWithCard != 0) {
		while ((Connection = Chimney->Starving) != NULL) {
			Chimney->Starving = Connection->NextInTree;
			Connection->Op.Left = 1;
			InsertTailList(&Chimney->Ops, &Connection->Op.Link);
			Unload(Adapter, Connection);
		}
	}
	ToePublish(Adapter);
	if (Chimney->Starving != NULL) {
		Chimney->Hungry = TRUE;
		ToeChimneyWork(Adapter);
	}
}

static VOID EndConnection(TOE_ADAPTER *Adapter, BLOCK *Root, BLOCK *Block, TOE_CONNECTION *Connection)
{
	TOE_SLOT_STATE *Slot = Connection->Dead ? NULL : ToeSlotTake(Adapter);
	ULONG Tries;

	for (Tries = 0; Slot == NULL && !Connection->Dead && Tries < 100; Tries++) {
		NdisMSleep(10000);
		Slot = ToeSlotTake(Adapter);
	}
	if (Slot == NULL && !Connection->Dead)
		ToeResetQueue(Adapter, FALSE); /* there is no other way to have it back */
	NdisAcquireSpinLock(&Adapter->Chimney.Lock);
	OpStart(Adapter, &Connection->Op, TreeTerminate, Root, Block, Connection, 1);
	Connection->Op.Slot = Slot;
	Connection->Ending = TRUE;
	if (Connection->Dead) {
		RemoveEntryList(&Connection->Op.Link);
		Connection->Op.Status = NDIS_STATUS_FAILURE;
		Connection->Unloaded = TRUE;
		ToeServe(Adapter, Connection);
	} else if (Slot != NULL) {
		Unload(Adapter, Connection);
	}
	NdisReleaseSpinLock(&Adapter->Chimney.Lock);
}

static VOID Terminate(TOE_ADAPTER *Adapter, BLOCK *Root, BLOCK *Block, ULONG Depth)
{
	for (; Block != NULL; Block = Block->NextBlock) {
		PVOID Object = Block->MiniportOffloadContext != NULL ? *Block->MiniportOffloadContext : NULL;

		Block->NetBufferListChain = NULL; /* every send is completed, none handed back */
		Block->Status = Block->MiniportOffloadContext == NULL || Object != NULL ? NDIS_STATUS_SUCCESS : NDIS_STATUS_FAILURE;
		if (Object != NULL && *(TOE_KIND *)Object == ToeTcp)
			EndConnection(Adapter, Root, Block, Object);
		if (Depth < TREE_DEPTH)
			Terminate(Adapter, Root, Block->DependentBlockList, Depth + 1);
	}
}

static VOID FillDelegated(TOE_ADAPTER *Adapter, const struct toe_conn_state *State, TCP_OFFLOAD_STATE_DELEGATED *d)
{
	d->State = (TCP_OFFLOAD_CONNECTION_STATE)State->state;
	d->RcvNxt = State->rcv_nxt;
	d->RcvWnd = State->rcv_wnd;
	d->SndUna = State->snd_una;
	d->SndNxt = State->snd_nxt;
	d->SndMax = State->snd_max;
	d->SndWnd = State->snd_wnd;
	d->MaxSndWnd = State->max_snd_wnd;
	d->SendWL1 = State->snd_wl1;
	d->CWnd = State->cwnd;
	d->SsThresh = State->ssthresh;
	d->SRtt = ToScaled(Adapter, State->srtt_us, 8);
	d->RttVar = ToScaled(Adapter, State->rttvar_us, 4);
	d->TsRecent = State->ts_recent;
	d->TsRecentAge = ToTicks(Adapter, State->ts_recent_age);
	d->TsTime = State->ts_time;
	d->TotalRT = ToTicks(Adapter, State->total_rt);
	d->DupAckCount = State->dup_acks;
	d->SndWndProbeCount = State->probe_round;
	d->KeepAlive.ProbeCount = State->ka_probes_sent;
	d->KeepAlive.TimeoutDelta = ToTicks(Adapter, State->keepalive);
	d->Retransmit.Count = State->retransmits;
	d->Retransmit.TimeoutDelta = ToTicks(Adapter, State->retransmit);
}

/* Everything of the connection has been completed and handed up: its state, and it is gone. By the one who serves. */
VOID ToeTerminated(TOE_ADAPTER *Adapter, TOE_CONNECTION *Connection)
{
	TCP_OFFLOAD_STATE_DELEGATED *Delegated = Part(Connection->Op.Block, PartDelegated, DELEGATED_SIZE);
	BLOCK *Root = Connection->Op.Root, *Block = Connection->Op.Block;
	TOE_PIECE *Piece;

	NdisAcquireSpinLock(&Adapter->Chimney.Lock);
	if (Connection->Op.Status != NDIS_STATUS_SUCCESS)
		Block->Status = NDIS_STATUS_FAILURE;
	else if (Delegated != NULL)
		FillDelegated(Adapter, Connection->Op.Slot->State, Delegated);
	if (Delegated != NULL) {
		Delegated->SendDataHead = Delegated->SendDataTail = NULL;
		Delegated->BufferedData = Block->Status == NDIS_STATUS_SUCCESS ? ToeBufferedData(Connection) : NULL;
	}
	while ((Piece = Connection->Data) != NULL) {
		Connection->Data = Piece->Next;
		ToePieceGive(Adapter, Piece);
	}
	ToeSlotGive(Adapter, Connection->Op.Slot);
	Unlink(Adapter, Connection);
	TREE_CONNS(Root) = (PVOID)((ULONG_PTR)TREE_CONNS(Root) + 1);
	TreeLess(Adapter, Root);
	ToePublish(Adapter);
	NdisFreeMemory(Connection, 0, 0);
}

/* Paths after their connections, neighbors after their paths. */
static VOID Bury(TOE_ADAPTER *Adapter, BLOCK *Block, ULONG Depth)
{
	for (; Block != NULL; Block = Block->NextBlock) {
		PVOID Object = Block->MiniportOffloadContext != NULL ? *Block->MiniportOffloadContext : NULL;
		if (Depth < TREE_DEPTH)
			Bury(Adapter, Block->DependentBlockList, Depth + 1);
		if (Object == NULL || IsTcp(Block))
			continue;
		if (IsPath(Block) ? ((TOE_PATH *)Object)->Count != 0 : ((TOE_HOP *)Object)->Paths != 0)
			Block->Status = NDIS_STATUS_FAILURE; /* something still depends on it */
		else
			FreeObject(Adapter, Object);
	}
}

static VOID EndTerminate(TOE_ADAPTER *Adapter, BLOCK *Root)
{
	const LONG Ended = (LONG)(ULONG_PTR)TREE_CONNS(Root);

	Bury(Adapter, Root, 0);
	NdisMTerminateOffloadComplete(Adapter->Handle, Root);
	if (Ended == 0)
		return;
	InterlockedExchangeAdd(&Adapter->Chimney.Connections, -Ended);
	ToeChangeUploaded(Adapter);
}

/* ---- query */
static VOID FillQuery(TOE_ADAPTER *Adapter, const TOE_OP *Op)
{
	TCP_OFFLOAD_STATE_DELEGATED *Delegated = Part(Op->Block, PartDelegated, DELEGATED_SIZE);

	if (Delegated == NULL || Op->Slot == NULL)
		return;
	FillDelegated(Adapter, Op->Slot->State, Delegated);
	Delegated->SendDataHead = Delegated->SendDataTail = NULL;
	Delegated->BufferedData = NULL;
	Delegated->SendBacklogSize = Op->Slot->State->send_backlog;
	Delegated->ReceiveBacklogSize = Op->Slot->State->receive_backlog;
}

/* Copies all but the header: its Length says how much there is room for. */
static VOID Answer(BLOCK *Block, PART Which, const VOID *From, ULONG Size)
{
	OFFLOAD_STATE_HEADER *Into = Part(Block, Which, sizeof(OFFLOAD_STATE_HEADER));

	if (Into == NULL)
		return;
	if (Size > Into->Length)
		Size = Into->Length;
	NdisMoveMemory(Into + 1, (const UCHAR *)From + sizeof(*Into), Size - sizeof(*Into));
}

static VOID QueryConnection(TOE_ADAPTER *Adapter, BLOCK *Root, BLOCK *Block, TOE_CONNECTION *Connection)
{
	TOE_OP *Op;

	Answer(Block, PartConst, &Connection->Const, sizeof(Connection->Const));
	Answer(Block, PartCached, &Connection->Cached, sizeof(Connection->Cached));
	if (Part(Block, PartDelegated, DELEGATED_SIZE) == NULL)
		return;
	Op = OpNew(Adapter, TRUE);
	if (Op == NULL || Connection->Dead) {
		Block->Status = NDIS_STATUS_FAILURE;
		if (Op != NULL) {
			NdisAcquireSpinLock(&Adapter->Chimney.Lock);
			ToeSlotGive(Adapter, Op->Slot);
			NdisReleaseSpinLock(&Adapter->Chimney.Lock);
			NdisFreeMemory(Op, 0, 0);
		}
		return;
	}
	NdisAcquireSpinLock(&Adapter->Chimney.Lock);
	OpStart(Adapter, Op, TreeQuery, Root, Block, Connection, 1);
	ToePut(Adapter, TOE_CONN_QUERY, 0, Connection->Index, (ULONG64)(ULONG_PTR)Op, Op->Slot->Address, sizeof(*Op->Slot->State), 0);
	NdisReleaseSpinLock(&Adapter->Chimney.Lock);
}

/* What the card knows of the neighbor's reachability is younger than what the host said, or it is that. */
static VOID QueryNeighbor(TOE_ADAPTER *Adapter, BLOCK *Block, TOE_HOP *Hop)
{
	NEIGHBOR_OFFLOAD_STATE_DELEGATED Delegated;

	Hop->Cached.HostReachabilityDelta = ToTicks(Adapter, (ULONG)(NowMs() - Hop->HostMs));
	NdisZeroMemory(&Delegated, sizeof(Delegated));
	Delegated.NicReachabilityDelta = Hop->Cached.HostReachabilityDelta;
	Answer(Block, PartConst, &Hop->Const, sizeof(Hop->Const));
	Answer(Block, PartCached, &Hop->Cached, sizeof(Hop->Cached));
	Answer(Block, PartDelegated, &Delegated, sizeof(Delegated));
}

static VOID QueryPath(BLOCK *Block, const TOE_PATH *Path)
{
	PATH_OFFLOAD_STATE_CONST *Const = Part(Block, PartConst, sizeof(*Const));
	PATH_OFFLOAD_STATE_CACHED *Cached = Part(Block, PartCached, sizeof(*Cached));

	if (Const != NULL) {
		Const->SourceAddress = Path->Source;
		Const->DestinationAddress = Path->Destination;
	}
	if (Cached != NULL)
		Cached->PathMtu = Path->Mtu;
}

/* ---- update */
static VOID UpdateConnection(TOE_ADAPTER *Adapter, BLOCK *Root, BLOCK *Block, TOE_CONNECTION *Connection, ULONG Orders)
{
	TOE_OP *Op = Connection->Dead ? NULL : OpNew(Adapter, TRUE);

	if (Op == NULL) {
		Block->Status = NDIS_STATUS_FAILURE;
		return;
	}
	FillCached(Adapter, Connection, Op->Slot->State);
	NdisAcquireSpinLock(&Adapter->Chimney.Lock);
	OpStart(Adapter, Op, TreeUpdate, Root, Block, Connection, 1);
	ToePut(Adapter, TOE_CONN_UPDATE, 0, Connection->Index, (ULONG64)(ULONG_PTR)Op, Op->Slot->Address, sizeof(*Op->Slot->State), Orders);
	NdisReleaseSpinLock(&Adapter->Chimney.Lock);
}

/* Connections come and go by trees only, and trees are worked on one after the other; but a terminate may end while we look. */
static TOE_CONNECTION *NextOf(TOE_ADAPTER *Adapter, PVOID Object, ULONG *At)
{
	TOE_CONNECTION *Found = NULL;

	NdisAcquireSpinLock(&Adapter->Chimney.Lock);
	for (; *At < Adapter->Chimney.TableSize && Found == NULL; ++*At) {
		TOE_CONNECTION *Connection = Adapter->Chimney.Table[*At];
		if (Connection != NULL && !Connection->Ending &&
		    (Connection == Object || Connection->Path == Object || Connection->Path->Hop == Object))
			Found = Connection;
	}
	NdisReleaseSpinLock(&Adapter->Chimney.Lock);
	return Found;
}

static VOID UpdateNeighbor(TOE_ADAPTER *Adapter, BLOCK *Root, BLOCK *Block, TOE_HOP *Hop)
{
	const NEIGHBOR_OFFLOAD_STATE_CACHED *Cached = Part(Block, PartCached, sizeof(*Cached));
	TOE_OP *Op = Cached != NULL ? OpNew(Adapter, FALSE) : NULL;

	if (Cached == NULL)
		return; /* named for its paths */
	if (Op == NULL) {
		Block->Status = NDIS_STATUS_FAILURE;
		return;
	}
	NdisAcquireSpinLock(&Adapter->Chimney.Lock);
	NdisMoveMemory(&Hop->Cached, Cached, sizeof(*Cached));
	Hop->HostMs = NowMs() - ToMs(Adapter, Cached->HostReachabilityDelta);
	OpStart(Adapter, Op, TreeUpdate, Root, Block, Hop, 1);
	PutNeighbor(Adapter, Hop, Op);
	NdisReleaseSpinLock(&Adapter->Chimney.Lock);
}

static VOID UpdatePath(TOE_ADAPTER *Adapter, BLOCK *Root, BLOCK *Block, TOE_PATH *Path, TOE_HOP *Hop)
{
	const PATH_OFFLOAD_STATE_CACHED *Cached = Part(Block, PartCached, sizeof(*Cached));
	BOOLEAN Changed = FALSE;
	TOE_CONNECTION *Connection;
	ULONG At = 0;

	if (Hop != NULL && Hop != Path->Hop) {
		InterlockedDecrement(&Path->Hop->Paths);
		InterlockedIncrement(&Hop->Paths);
		Path->Hop = Hop;
		Changed = TRUE;
	}
	if (Cached != NULL && Cached->PathMtu != Path->Mtu) {
		Path->Mtu = Cached->PathMtu;
		Changed = TRUE;
	}
	while (Changed && (Connection = NextOf(Adapter, Path, &At)) != NULL)
		UpdateConnection(Adapter, Root, Block, Connection, 0);
}

static VOID UpdateTcp(TOE_ADAPTER *Adapter, BLOCK *Root, BLOCK *Block, TOE_CONNECTION *Connection)
{
	const TCP_OFFLOAD_STATE_CACHED *Cached = Part(Block, PartCached, sizeof(*Cached));

	if (Cached == NULL)
		return;
	NdisMoveMemory(&Connection->Cached, Cached, sizeof(*Cached));
	UpdateConnection(Adapter, Root, Block, Connection,
	                 Cached->Flags & (TCP_FLAG_KEEP_ALIVE_RESTART | TCP_FLAG_MAX_RT_RESTART | TCP_FLAG_UPDATE_RCV_WND));
}

/* ---- invalidate */
static VOID Invalidate(TOE_ADAPTER *Adapter, BLOCK *Root, BLOCK *Block, PVOID Object)
{
	TOE_CONNECTION *Connection;
	ULONG At = 0;

	while ((Connection = NextOf(Adapter, Object, &At)) != NULL) {
		TOE_OP *Op = Connection->Dead ? NULL : OpNew(Adapter, FALSE);
		if (Op == NULL) {
			Block->Status = NDIS_STATUS_FAILURE;
			continue;
		}
		NdisAcquireSpinLock(&Adapter->Chimney.Lock);
		OpStart(Adapter, Op, TreeInvalidate, Root, Block, Connection, 1);
		ToePut(Adapter, TOE_CONN_INVALIDATE, 0, Connection->Index, (ULONG64)(ULONG_PTR)Op, 0, 0, 0);
		/* asked for once, now rather than when it next wants to send */
		Connection->Reason = InvalidState;
		Connection->Events |= 1ul << TcpIndicateRetrieve;
		ToeServe(Adapter, Connection);
		NdisReleaseSpinLock(&Adapter->Chimney.Lock);
	}
}

static VOID Visit(TOE_ADAPTER *Adapter, BLOCK *Root, BLOCK *Block, TOE_TREE Kind, TOE_HOP *Above, ULONG Depth)
{
	for (; Block != NULL; Block = Block->NextBlock) {
		PVOID Object = Block->MiniportOffloadContext != NULL ? *Block->MiniportOffloadContext : NULL;
		const TOE_KIND What = Object != NULL ? *(TOE_KIND *)Object : 0;

		Block->Status = Block->MiniportOffloadContext == NULL || Object != NULL ? NDIS_STATUS_SUCCESS : NDIS_STATUS_FAILURE;
		if (Object == NULL) {
			/* a placeholder, or nothing of ours */
		} else if (Kind == TreeInvalidate) {
			Invalidate(Adapter, Root, Block, Object);
		} else if (What == ToeNeighbor) {
			if (Kind == TreeQuery)
				QueryNeighbor(Adapter, Block, Object);
			else
				UpdateNeighbor(Adapter, Root, Block, Object);
		} else if (What == ToePath) {
			if (Kind == TreeQuery)
				QueryPath(Block, Object);
			else
				UpdatePath(Adapter, Root, Block, Object, Above);
		} else if (What == ToeTcp) {
			if (Kind == TreeQuery)
				QueryConnection(Adapter, Root, Block, Object);
			else
				UpdateTcp(Adapter, Root, Block, Object);
		}
		if (Depth < TREE_DEPTH)
			Visit(Adapter, Root, Block->DependentBlockList, Kind, What == ToeNeighbor ? Object : NULL, Depth + 1);
	}
}

/* Nobody has confirmed the neighbor for NceStaleTicks: the host is asked (contract 8.3), and the card told what it says. By the one who
 * serves, at DISPATCH_LEVEL. */
VOID ToeNeighborStale(TOE_ADAPTER *Adapter, TOE_HOP *Hop)
{
	struct {
		BLOCK Block;
		NEIGHBOR_OFFLOAD_STATE_CONST Const;
		ULONG Pad1;
		NEIGHBOR_OFFLOAD_STATE_CACHED Cached;
		ULONG Pad2;
		NEIGHBOR_OFFLOAD_STATE_DELEGATED Delegated;
	} Query;
	C_ASSERT(sizeof(NEIGHBOR_OFFLOAD_STATE_CONST) == 44 && sizeof(NEIGHBOR_OFFLOAD_STATE_CACHED) == 44);

	NdisZeroMemory(&Query, sizeof(Query));
	Query.Block.Header.Type = NeighborOffloadState;
	Query.Block.Header.Revision = 1;
	Query.Block.Header.Size = sizeof(Query.Block);
	Query.Block.NdisOffloadHandle = Hop->Handle;
	Query.Const = Hop->Const;
	Query.Cached = Hop->Cached;
	Query.Const.Header.Length = sizeof(Query.Const);
	Query.Cached.Header.Length = sizeof(Query.Cached);
	Query.Delegated.Header.Length = sizeof(Query.Delegated);
	Query.Cached.HostReachabilityDelta = Query.Delegated.NicReachabilityDelta = ToTicks(Adapter, (ULONG)(NowMs() - Hop->HostMs));
	NdisMOffloadEventIndicate(Adapter->Handle, &Query.Block, NeighborReachabilityQuery);
	NdisAcquireSpinLock(&Adapter->Chimney.Lock);
	Hop->Stale = FALSE;
	Hop->Cached.HostReachabilityDelta = Query.Cached.HostReachabilityDelta;
	Hop->HostMs = NowMs() - ToMs(Adapter, Query.Cached.HostReachabilityDelta);
	PutNeighbor(Adapter, Hop, NULL);
	ToePublish(Adapter);
}

/* ---- trees: begun by the worker, ended by the one who serves */
BOOLEAN ToeTreesEnd(TOE_ADAPTER *Adapter)
{
	TOE_CHIMNEY *Chimney = &Adapter->Chimney;
	BOOLEAN Any = FALSE;
	BLOCK *Root;

	if (Chimney->Starving != NULL)
		Feed(Adapter);
	for (;;) {
		NdisAcquireSpinLock(&Chimney->Lock);
		Root = Chimney->Ended;
		if (Root != NULL)
			Chimney->Ended = TREE_NEXT(Root);
		NdisReleaseSpinLock(&Chimney->Lock);
		if (Root == NULL)
			return Any;
		Any = TRUE;
		switch ((ULONG_PTR)TREE_KIND_OF(Root) & 0xff) {
		case TreeInitiate:
			EndInitiate(Adapter, Root);
			break;
		case TreeQuery:
			NdisMQueryOffloadStateComplete(Adapter->Handle, Root);
			break;
		case TreeUpdate:
			NdisMUpdateOffloadComplete(Adapter->Handle, Root);
			break;
		case TreeInvalidate:
			NdisMInvalidateOffloadComplete(Adapter->Handle, Root);
			break;
		default:
			EndTerminate(Adapter, Root);
			break;
		}
	}
}

static VOID BeginTree(TOE_ADAPTER *Adapter, BLOCK *Root)
{
	const TOE_TREE Kind = (TOE_TREE)(ULONG_PTR)TREE_KIND_OF(Root);

	TREE_COUNT(Root) = 1;
	TREE_CONNS(Root) = NULL;
	if (Kind == TreeInitiate) {
		/* Paused here only when the uploads are awaited. */
		if (Adapter->Chimney.Paused || Adapter->Halting || ToeConnectionStart(Adapter) != NDIS_STATUS_SUCCESS) {
			AnswerInitiate(Root, TRUE, 0);
			NdisMInitiateOffloadComplete(Adapter->Handle, Root);
			return;
		}
		Initiate(Adapter, Root, Root, NULL, NULL, TRUE, 0);
	} else if (Kind == TreeTerminate) {
		Terminate(Adapter, Root, Root, 0);
	} else {
		Visit(Adapter, Root, Root, Kind, NULL, 0);
	}
	NdisAcquireSpinLock(&Adapter->Chimney.Lock);
	TreeLess(Adapter, Root);
	if (!Adapter->Chimney.Up) /* between here and there the card was reset: nobody will answer */
		ToeOpsLost(Adapter);
	ToePublish(Adapter);
	ToeConnectionPoll(Adapter);
}

/* The first tree that may be worked on now; initiates stay while offloading is paused. */
static BLOCK *TakeTree(TOE_ADAPTER *Adapter)
{
	TOE_CHIMNEY *Chimney = &Adapter->Chimney;
	BLOCK *Tree, *Before = NULL;

	NdisAcquireSpinLock(&Adapter->Lock);
	for (Tree = Chimney->First; Tree != NULL; Before = Tree, Tree = TREE_NEXT(Tree))
		if (!Chimney->Paused || (TOE_TREE)(ULONG_PTR)TREE_KIND_OF(Tree) != TreeInitiate || Adapter->Change.Uploading ||
		    Adapter->Halting)
			break;
	if (Tree != NULL) {
		if (Before == NULL)
			Chimney->First = TREE_NEXT(Tree);
		else
			TREE_NEXT(Before) = TREE_NEXT(Tree);
		if (Chimney->Last == Tree)
			Chimney->Last = Before;
	} else if (!Chimney->Hungry) {
		Chimney->WorkQueued = FALSE;
	}
	NdisReleaseSpinLock(&Adapter->Lock);
	return Tree;
}

static VOID NTAPI ChimneyWorker(PVOID WorkItemContext, NDIS_HANDLE NdisIoWorkItemHandle)
{
	TOE_ADAPTER *Adapter = WorkItemContext;
	BLOCK *Tree;

	UNREFERENCED_PARAMETER(NdisIoWorkItemHandle);
	for (;;) {
		if (Adapter->Chimney.Hungry) {
			Adapter->Chimney.Hungry = FALSE;
			ToePiecesMake(Adapter, TOE_PIECES_BLOCK);
			ToeConnectionPoll(Adapter);
		}
		Tree = TakeTree(Adapter);
		if (Tree != NULL)
			BeginTree(Adapter, Tree);
		else if (!Adapter->Chimney.Hungry)
			break;
	}
	NdisSetEvent(&Adapter->Chimney.Idle);
}

VOID ToeChimneyWork(TOE_ADAPTER *Adapter)
{
	BOOLEAN Queue;

	NdisAcquireSpinLock(&Adapter->Lock);
	Queue = !Adapter->Chimney.WorkQueued && (Adapter->Chimney.First != NULL || Adapter->Chimney.Hungry);
	if (Queue) {
		Adapter->Chimney.WorkQueued = TRUE;
		NdisResetEvent(&Adapter->Chimney.Idle);
	}
	NdisReleaseSpinLock(&Adapter->Lock);
	if (Queue)
		NdisQueueIoWorkItem(Adapter->Chimney.WorkItem, ChimneyWorker, Adapter);
}

static VOID QueueTree(TOE_ADAPTER *Adapter, BLOCK *Tree, TOE_TREE Kind)
{
	TREE_NEXT(Tree) = NULL;
	TREE_KIND_OF(Tree) = (PVOID)(ULONG_PTR)Kind;
	NdisAcquireSpinLock(&Adapter->Lock);
	if (Adapter->Chimney.Last != NULL)
		TREE_NEXT(Adapter->Chimney.Last) = Tree;
	else
		Adapter->Chimney.First = Tree;
	Adapter->Chimney.Last = Tree;
	NdisReleaseSpinLock(&Adapter->Lock);
	ToeChimneyWork(Adapter);
}

static VOID NTAPI ToeInitiateOffload(NDIS_HANDLE MiniportAdapterContext, PNDIS_MINIPORT_OFFLOAD_BLOCK_LIST OffloadBlockList)
{
	QueueTree(MiniportAdapterContext, OffloadBlockList, TreeInitiate);
}

static VOID NTAPI ToeTerminateOffload(NDIS_HANDLE MiniportAdapterContext, PNDIS_MINIPORT_OFFLOAD_BLOCK_LIST OffloadBlockList)
{
	QueueTree(MiniportAdapterContext, OffloadBlockList, TreeTerminate);
}

static VOID NTAPI ToeUpdateOffload(NDIS_HANDLE MiniportAdapterContext, PNDIS_MINIPORT_OFFLOAD_BLOCK_LIST OffloadBlockList)
{
	QueueTree(MiniportAdapterContext, OffloadBlockList, TreeUpdate);
}

static VOID NTAPI ToeInvalidateOffload(NDIS_HANDLE MiniportAdapterContext, PNDIS_MINIPORT_OFFLOAD_BLOCK_LIST OffloadBlockList)
{
	QueueTree(MiniportAdapterContext, OffloadBlockList, TreeInvalidate);
}

static VOID NTAPI ToeQueryOffload(NDIS_HANDLE MiniportAdapterContext, PNDIS_MINIPORT_OFFLOAD_BLOCK_LIST OffloadBlockList)
{
	QueueTree(MiniportAdapterContext, OffloadBlockList, TreeQuery);
}

/* MiniportSetOptions (configuring-optional-miniport-driver-services). The structures have no revision constants; the first revision is 1.
 */
NDIS_STATUS ToeChimneyRegister(NDIS_HANDLE DriverHandle)
{
	NDIS_PROVIDER_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS Generic;
	NDIS_PROVIDER_CHIMNEY_OFFLOAD_TCP_CHARACTERISTICS Tcp;
	NDIS_STATUS Status;

	NdisZeroMemory(&Generic, sizeof(Generic));
	Generic.Header.Type = NDIS_OBJECT_TYPE_PROVIDER_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS;
	Generic.Header.Revision = 1;
	Generic.Header.Size = sizeof(Generic);
	Generic.InitiateOffloadHandler = ToeInitiateOffload;
	Generic.TerminateOffloadHandler = ToeTerminateOffload;
	Generic.UpdateOffloadHandler = ToeUpdateOffload;
	Generic.InvalidateOffloadHandler = ToeInvalidateOffload;
	Generic.QueryOffloadHandler = ToeQueryOffload;
	Status = NdisSetOptionalHandlers(DriverHandle, (PNDIS_DRIVER_OPTIONAL_HANDLERS)&Generic);
	if (Status != NDIS_STATUS_SUCCESS)
		return Status;
	NdisZeroMemory(&Tcp, sizeof(Tcp));
	Tcp.Header.Type = NDIS_OBJECT_TYPE_PROVIDER_CHIMNEY_OFFLOAD_CHARACTERISTICS;
	Tcp.Header.Revision = 1;
	Tcp.Header.Size = sizeof(Tcp);
	Tcp.OffloadType = NdisTcpChimneyOffload;
	Tcp.TcpOffloadSendHandler = ToeTcpOffloadSend;
	Tcp.TcpOffloadReceiveHandler = ToeTcpOffloadReceive;
	Tcp.TcpOffloadDisconnectHandler = ToeTcpOffloadDisconnect;
	Tcp.TcpOffloadForwardHandler = ToeTcpOffloadForward;
	Tcp.TcpOffloadReceiveReturnHandler = ToeTcpOffloadReceiveReturn;
	return NdisSetOptionalHandlers(DriverHandle, (PNDIS_DRIVER_OPTIONAL_HANDLERS)&Tcp);
}

/* MiniportInitializeEx, after the attributes. An NDIS without chimney says so here: the driver goes on without. */
NDIS_STATUS ToeChimneyOpen(TOE_ADAPTER *Adapter)
{
	PNDIS_OFFLOAD_EVENT_HANDLERS Handlers = NULL;
	TOE_CHIMNEY *Chimney = &Adapter->Chimney;

	NdisInitializeEvent(&Chimney->Idle);
	NdisSetEvent(&Chimney->Idle);
	NdisInitializeEvent(&Chimney->Created);
	NdisAllocateSpinLock(&Chimney->Lock);
	InitializeListHead(&Chimney->Ops);
	Chimney->WorkItem = NdisAllocateIoWorkItem(Adapter->Handle);
	if (Chimney->WorkItem == NULL)
		return NDIS_STATUS_RESOURCES;
	if (!ToeConnectionAny(&Adapter->Caps))
		return NDIS_STATUS_SUCCESS;
	if (NdisMGetOffloadHandlers(Adapter->Handle, NdisTcpChimneyOffload, &Handlers) != NDIS_STATUS_SUCCESS || Handlers == NULL)
		return NDIS_STATUS_SUCCESS;
	if (Handlers->Header.Type != NdisTcpChimneyOffload || Handlers->Header.Revision < NDIS_OBJECT_TCP_OFFLOAD_REVISION_1 ||
	    Handlers->Header.Size < NDIS_SIZEOF_TCP_OFFLOAD_EVENT_HANDLERS_REVISION_1)
		return NDIS_STATUS_SUCCESS;
	NdisMoveMemory(&Chimney->Handlers, Handlers, NDIS_SIZEOF_TCP_OFFLOAD_EVENT_HANDLERS_REVISION_1);
	Chimney->Usable = TRUE;
	return NDIS_STATUS_SUCCESS;
}

/* Halt, after the card's reset: what is still queued is answered, what is still offloaded goes with the card. */
VOID ToeChimneyClose(TOE_ADAPTER *Adapter)
{
	TOE_CHIMNEY *Chimney = &Adapter->Chimney;
	ULONG i;

	if (Chimney->WorkItem == NULL)
		return;
	ToeConnectionLost(Adapter);
	ToeChimneyWork(Adapter);
	NdisWaitEvent(&Chimney->Idle, 0);
	NdisFreeIoWorkItem(Chimney->WorkItem);
	Chimney->WorkItem = NULL;
	for (i = 0; i < Chimney->TableSize; i++)
		if (Chimney->Table[i] != NULL)
			NdisFreeMemory(Chimney->Table[i], 0, 0);
	for (i = 0; i < TOE_HOPS; i++)
		if (Chimney->Hops[i] != NULL)
			NdisFreeMemory(Chimney->Hops[i], 0, 0);
	ToeConnectionFree(Adapter);
	NdisFreeSpinLock(&Chimney->Lock);
}

VOID ToeChimneyPause(TOE_ADAPTER *Adapter)
{
	NdisAcquireSpinLock(&Adapter->Lock);
	Adapter->Chimney.Paused = TRUE;
	NdisReleaseSpinLock(&Adapter->Lock);
}

VOID ToeChimneyResume(TOE_ADAPTER *Adapter)
{
	NdisAcquireSpinLock(&Adapter->Lock);
	Adapter->Chimney.Paused = FALSE;
	NdisReleaseSpinLock(&Adapter->Lock);
	ToeChimneyWork(Adapter);
}
