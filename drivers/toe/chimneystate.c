/*
 * Connection offload, what is asked and changed while connections are with the card.
 *
 *   query       what we know, and for connections what the card says
 *   update      cached members; a path that hangs from another neighbor takes its connections along
 *   invalidate  the card stops sending on the connections below and asks for their upload
 */
#include "chimney.h"

/* ---- query */
VOID ToeFillQuery(TOE_ADAPTER *Adapter, const TOE_OP *Op)
{
	TCP_OFFLOAD_STATE_DELEGATED *Delegated = ToeStatePart(Op->Block, PartDelegated, DELEGATED_SIZE);

	if (Delegated == NULL || Op->Slot == NULL)
		return;
	ToeFillDelegated(Adapter, Op->Slot->State, Delegated);
	Delegated->SendDataHead = Delegated->SendDataTail = NULL;
	Delegated->BufferedData = NULL;
	Delegated->SendBacklogSize = Op->Slot->State->send_backlog;
	Delegated->ReceiveBacklogSize = Op->Slot->State->receive_backlog;
}

/* Copies all but the header: its Length says how much there is room for. */
static VOID Answer(BLOCK *Block, PART Which, const VOID *From, ULONG Size)
{
	OFFLOAD_STATE_HEADER *Into = ToeStatePart(Block, Which, sizeof(OFFLOAD_STATE_HEADER));

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
	if (ToeStatePart(Block, PartDelegated, DELEGATED_SIZE) == NULL)
		return;
	Op = ToeOpNew(Adapter, TRUE);
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
	ToeOpStart(Adapter, Op, TreeQuery, Root, Block, Connection, 1);
	ToePut(Adapter, TOE_CONN_QUERY, 0, Connection->Index, (ULONG64)(ULONG_PTR)Op, Op->Slot->Address, sizeof(*Op->Slot->State), 0);
	NdisReleaseSpinLock(&Adapter->Chimney.Lock);
}

/* What the card knows of the neighbor's reachability is younger than what the host said, or it is that. */
static VOID QueryNeighbor(TOE_ADAPTER *Adapter, BLOCK *Block, TOE_HOP *Hop)
{
	NEIGHBOR_OFFLOAD_STATE_DELEGATED Delegated;

	Hop->Cached.HostReachabilityDelta = ToeToTicks(Adapter, (ULONG)(ToeNowMs() - Hop->HostMs));
	NdisZeroMemory(&Delegated, sizeof(Delegated));
	Delegated.NicReachabilityDelta = Hop->Cached.HostReachabilityDelta;
	Answer(Block, PartConst, &Hop->Const, sizeof(Hop->Const));
	Answer(Block, PartCached, &Hop->Cached, sizeof(Hop->Cached));
	Answer(Block, PartDelegated, &Delegated, sizeof(Delegated));
}

static VOID QueryPath(BLOCK *Block, const TOE_PATH *Path)
{
	PATH_OFFLOAD_STATE_CONST *Const = ToeStatePart(Block, PartConst, sizeof(*Const));
	PATH_OFFLOAD_STATE_CACHED *Cached = ToeStatePart(Block, PartCached, sizeof(*Cached));

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
	TOE_OP *Op = Connection->Dead ? NULL : ToeOpNew(Adapter, TRUE);

	if (Op == NULL) {
		Block->Status = NDIS_STATUS_FAILURE;
		return;
	}
	ToeFillCached(Adapter, Connection, Op->Slot->State);
	NdisAcquireSpinLock(&Adapter->Chimney.Lock);
	ToeOpStart(Adapter, Op, TreeUpdate, Root, Block, Connection, 1);
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
	const NEIGHBOR_OFFLOAD_STATE_CACHED *Cached = ToeStatePart(Block, PartCached, sizeof(*Cached));
	TOE_OP *Op = Cached != NULL ? ToeOpNew(Adapter, FALSE) : NULL;

	if (Cached == NULL)
		return; /* named for its paths */
	if (Op == NULL) {
		Block->Status = NDIS_STATUS_FAILURE;
		return;
	}
	NdisAcquireSpinLock(&Adapter->Chimney.Lock);
	NdisMoveMemory(&Hop->Cached, Cached, sizeof(*Cached));
	Hop->HostMs = ToeNowMs() - ToeToMs(Adapter, Cached->HostReachabilityDelta);
	ToeOpStart(Adapter, Op, TreeUpdate, Root, Block, Hop, 1);
	ToePutNeighbor(Adapter, Hop, Op);
	NdisReleaseSpinLock(&Adapter->Chimney.Lock);
}

static VOID UpdatePath(TOE_ADAPTER *Adapter, BLOCK *Root, BLOCK *Block, TOE_PATH *Path, TOE_HOP *Hop)
{
	const PATH_OFFLOAD_STATE_CACHED *Cached = ToeStatePart(Block, PartCached, sizeof(*Cached));
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
	const TCP_OFFLOAD_STATE_CACHED *Cached = ToeStatePart(Block, PartCached, sizeof(*Cached));

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
		TOE_OP *Op = Connection->Dead ? NULL : ToeOpNew(Adapter, FALSE);
		if (Op == NULL) {
			Block->Status = NDIS_STATUS_FAILURE;
			continue;
		}
		NdisAcquireSpinLock(&Adapter->Chimney.Lock);
		ToeOpStart(Adapter, Op, TreeInvalidate, Root, Block, Connection, 1);
		ToePut(Adapter, TOE_CONN_INVALIDATE, 0, Connection->Index, (ULONG64)(ULONG_PTR)Op, 0, 0, 0);
		/* asked for once, now rather than when it next wants to send */
		Connection->Reason = InvalidState;
		Connection->Events |= 1ul << TcpIndicateRetrieve;
		ToeServe(Adapter, Connection);
		NdisReleaseSpinLock(&Adapter->Chimney.Lock);
	}
}

VOID ToeTreeVisit(TOE_ADAPTER *Adapter, BLOCK *Root, BLOCK *Block, TOE_TREE Kind, TOE_HOP *Above, ULONG Depth)
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
			ToeTreeVisit(Adapter, Root, Block->DependentBlockList, Kind, What == ToeNeighbor ? Object : NULL, Depth + 1);
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
	Query.Cached.HostReachabilityDelta = Query.Delegated.NicReachabilityDelta = ToeToTicks(Adapter, (ULONG)(ToeNowMs() - Hop->HostMs));
	NdisMOffloadEventIndicate(Adapter->Handle, &Query.Block, NeighborReachabilityQuery);
	NdisAcquireSpinLock(&Adapter->Chimney.Lock);
	Hop->Stale = FALSE;
	Hop->Cached.HostReachabilityDelta = Query.Cached.HostReachabilityDelta;
	Hop->HostMs = ToeNowMs() - ToeToMs(Adapter, Query.Cached.HostReachabilityDelta);
	ToePutNeighbor(Adapter, Hop, NULL);
	ToePublish(Adapter);
}
