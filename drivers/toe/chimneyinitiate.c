/*
 * Connection offload, initiate: depth first, then breadth. A neighbor becomes an entry of the card's table, a path is kept here, a
 * connection is loaded; each block is judged for itself when the last command has ended.
 */
#include "chimney.h"

/* ---- initiate */
VOID ToeTreeAnswer(BLOCK *Block, BOOLEAN Tried, ULONG Depth)
{
	for (; Block != NULL; Block = Block->NextBlock) {
		BOOLEAN Below = Tried;
		if (Block->MiniportOffloadContext == NULL) {
			Block->Status = NDIS_STATUS_SUCCESS;
		} else if (!Tried) {
			Block->Status = NDIS_STATUS_FAILURE;
		} else {
			Block->Status = *Block->MiniportOffloadContext == NULL ? ToeLayerIsFull(Block) : NDIS_STATUS_FAILURE;
			Below = FALSE;
		}
		if (Depth < TREE_DEPTH)
			ToeTreeAnswer(Block->DependentBlockList, Below, Depth + 1);
	}
}

/* Under Chimney.Lock. */
VOID ToePutNeighbor(TOE_ADAPTER *Adapter, TOE_HOP *Hop, PVOID Cookie)
{
	struct toe_neighbor *Entry = (struct toe_neighbor *)Hop->Slot->State;

	NdisZeroMemory(Entry, sizeof(*Entry));
	NdisMoveMemory(Entry->destination, Hop->Cached.DlDestinationAddress, 6);
	NdisMoveMemory(Entry->source, Hop->Const.DlSourceAddress, 6);
	Entry->vlan = (uint16_t)Hop->Const.VlanId;
	Entry->reachable_ms = ToeToMs(Adapter, Hop->Cached.HostReachabilityDelta);
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
	const NEIGHBOR_OFFLOAD_STATE_CONST *Const = ToeStatePart(Block, PartConst, sizeof(*Const));
	const NEIGHBOR_OFFLOAD_STATE_CACHED *Cached = ToeStatePart(Block, PartCached, sizeof(*Cached));
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
	Hop = ToeChimneyAllocate(Adapter, sizeof(*Hop));
	Op = ToeOpNew(Adapter, FALSE);
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
	Hop->HostMs = ToeNowMs() - ToeToMs(Adapter, Cached->HostReachabilityDelta);
	NdisAcquireSpinLock(&Chimney->Lock);
	Chimney->Hops[i] = Hop;
	ToeOpStart(Adapter, Op, TreeInitiate, Root, Block, Hop, 1);
	ToePutNeighbor(Adapter, Hop, Op);
	NdisReleaseSpinLock(&Chimney->Lock);
	*Out = Hop;
	return NDIS_STATUS_SUCCESS;
}

static NDIS_STATUS NewPath(TOE_ADAPTER *Adapter, BLOCK *Block, TOE_HOP *Hop, TOE_PATH **Out)
{
	const PATH_OFFLOAD_STATE_CONST *Const = ToeStatePart(Block, PartConst, sizeof(*Const));
	const PATH_OFFLOAD_STATE_CACHED *Cached = ToeStatePart(Block, PartCached, sizeof(*Cached));
	const BOOLEAN Ip6 = Block->Header.Type >= Ip6OffloadConstState;
	TOE_PATH *Path;

	if (Const == NULL || Cached == NULL || Hop == NULL || Const->SourceAddress == NULL || Const->DestinationAddress == NULL)
		return NDIS_STATUS_FAILURE;
	Path = ToeChimneyAllocate(Adapter, sizeof(*Path));
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

VOID ToeFillCached(TOE_ADAPTER *Adapter, const TOE_CONNECTION *Connection, struct toe_conn_state *State)
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
	State->ka_timeout = ToeToMs(Adapter, Cached->KaTimeout);
	State->ka_interval = ToeToMs(Adapter, Cached->KaInterval);
	State->max_rt = ToeToMs(Adapter, Cached->MaxRT);
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
	ToeFillCached(Adapter, Connection, State);
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
	State->srtt_us = ToeToUs(Adapter, d->SRtt, 8);
	State->rttvar_us = ToeToUs(Adapter, d->RttVar, 4);
	State->ts_recent = d->TsRecent;
	State->ts_recent_age = ToeToMs(Adapter, d->TsRecentAge);
	State->ts_time = d->TsTime;
	State->total_rt = ToeToMs(Adapter, d->TotalRT);
	State->keepalive = ToeToMs(Adapter, d->KeepAlive.TimeoutDelta);
	State->retransmit = ToeToMs(Adapter, d->Retransmit.TimeoutDelta);
}

static NDIS_STATUS NewConnection(TOE_ADAPTER *Adapter, BLOCK *Root, BLOCK *Block, TOE_PATH *Path)
{
	const TCP_OFFLOAD_STATE_CONST *Const = ToeStatePart(Block, PartConst, sizeof(*Const));
	const TCP_OFFLOAD_STATE_CACHED *Cached = ToeStatePart(Block, PartCached, sizeof(*Cached));
	const TCP_OFFLOAD_STATE_DELEGATED *Delegated = ToeStatePart(Block, PartDelegated, DELEGATED_SIZE);
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
	Connection = ToeChimneyAllocate(Adapter, sizeof(*Connection));
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
	ToeOpStart(Adapter, &Connection->Op, TreeInitiate, Root, Block, Connection, 2);
	ToePut(Adapter, TOE_CONN_LOAD, 0, i, (ULONG64)(ULONG_PTR)&Connection->Op, Slot->Address, sizeof(*Slot->State), 0);
	ToeLoadReceived(Adapter, Connection, Delegated->BufferedData);
	ToeLoadSends(Adapter, Connection, Block->NetBufferListChain);
	ToePut(Adapter, TOE_CONN_START, 0, i, (ULONG64)(ULONG_PTR)&Connection->Op, Slot->Address, sizeof(*Slot->State), 0);
	NdisReleaseSpinLock(&Chimney->Lock);
	return NDIS_STATUS_SUCCESS;
}

/* Depth first, then breadth. Tried: nothing above has failed. */
VOID ToeTreeInitiate(TOE_ADAPTER *Adapter, BLOCK *Root, BLOCK *Block, TOE_HOP *AboveHop, TOE_PATH *AbovePath, BOOLEAN Tried, ULONG Depth)
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
			if (ToeIsNeighbor(Block))
				Block->Status = NewNeighbor(Adapter, Root, Block, (TOE_HOP **)&Object);
			else if (ToeIsPath(Block))
				Block->Status = NewPath(Adapter, Block, Hop, (TOE_PATH **)&Object);
			else if (ToeIsTcp(Block))
				Block->Status = NewConnection(Adapter, Root, Block, Path);
			else
				Block->Status = NDIS_STATUS_FAILURE;
			Below = Block->Status == NDIS_STATUS_SUCCESS;
			if (Below) {
				TREE_KIND_OF(Block) = (PVOID)((ULONG_PTR)TREE_KIND_OF(Block) | TREE_NEW);
				Hop = ToeIsNeighbor(Block) ? Object : Hop;
				Path = ToeIsPath(Block) ? Object : NULL;
				if (ToeIsTcp(Block))
					Object = TREE_CONNS(Root);
				*Block->MiniportOffloadContext = Object;
			}
		}
		if (Depth < TREE_DEPTH)
			ToeTreeInitiate(Adapter, Root, Block->DependentBlockList, Hop, Path, Below, Depth + 1);
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
		if (!New || !ToeIsTcp(Block) || Taken(Block))
			continue;
		*Block->MiniportOffloadContext = NULL;
	}
}

VOID ToeTreeEndInitiate(TOE_ADAPTER *Adapter, BLOCK *Root)
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
		ToeConnectionUnlink(Adapter, Connection); /* its send data is the host's: nothing of the lists is touched */
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
