/* Connection offload, terminate: connections first, then paths, then neighbors; what the card says of a connection becomes its block's
 * state. */
#include "chimney.h"

/* ---- terminate */
static VOID Unload(TOE_ADAPTER *Adapter, TOE_CONNECTION *Connection) /* under Chimney.Lock */
{
	ToePut(Adapter, TOE_CONN_UNLOAD, 0, Connection->Index, (ULONG64)(ULONG_PTR)&Connection->Op, Connection->Op.Slot->Address,
	       sizeof(*Connection->Op.Slot->State), 0);
}

/* More buffers for those that the card could not unload: what came back is with it already; else the worker makes some. */
VOID ToeUploadFeed(TOE_ADAPTER *Adapter)
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
	ToeOpStart(Adapter, &Connection->Op, TreeTerminate, Root, Block, Connection, 1);
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

VOID ToeTreeTerminate(TOE_ADAPTER *Adapter, BLOCK *Root, BLOCK *Block, ULONG Depth)
{
	for (; Block != NULL; Block = Block->NextBlock) {
		PVOID Object = Block->MiniportOffloadContext != NULL ? *Block->MiniportOffloadContext : NULL;

		Block->NetBufferListChain = NULL; /* every send is completed, none handed back */
		Block->Status = Block->MiniportOffloadContext == NULL || Object != NULL ? NDIS_STATUS_SUCCESS : NDIS_STATUS_FAILURE;
		if (Object != NULL && *(TOE_KIND *)Object == ToeTcp)
			EndConnection(Adapter, Root, Block, Object);
		if (Depth < TREE_DEPTH)
			ToeTreeTerminate(Adapter, Root, Block->DependentBlockList, Depth + 1);
	}
}

VOID ToeFillDelegated(TOE_ADAPTER *Adapter, const struct toe_conn_state *State, TCP_OFFLOAD_STATE_DELEGATED *d)
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
	d->SRtt = ToeToScaled(Adapter, State->srtt_us, 8);
	d->RttVar = ToeToScaled(Adapter, State->rttvar_us, 4);
	d->TsRecent = State->ts_recent;
	d->TsRecentAge = ToeToTicks(Adapter, State->ts_recent_age);
	d->TsTime = State->ts_time;
	d->TotalRT = ToeToTicks(Adapter, State->total_rt);
	d->DupAckCount = State->dup_acks;
	d->SndWndProbeCount = State->probe_round;
	d->KeepAlive.ProbeCount = State->ka_probes_sent;
	d->KeepAlive.TimeoutDelta = ToeToTicks(Adapter, State->keepalive);
	d->Retransmit.Count = State->retransmits;
	d->Retransmit.TimeoutDelta = ToeToTicks(Adapter, State->retransmit);
}

/* Everything of the connection has been completed and handed up: its state, and it is gone. By the one who serves. */
VOID ToeTerminated(TOE_ADAPTER *Adapter, TOE_CONNECTION *Connection)
{
	TCP_OFFLOAD_STATE_DELEGATED *Delegated = ToeStatePart(Connection->Op.Block, PartDelegated, DELEGATED_SIZE);
	BLOCK *Root = Connection->Op.Root, *Block = Connection->Op.Block;
	TOE_PIECE *Piece;

	NdisAcquireSpinLock(&Adapter->Chimney.Lock);
	if (Connection->Op.Status != NDIS_STATUS_SUCCESS)
		Block->Status = NDIS_STATUS_FAILURE;
	else if (Delegated != NULL)
		ToeFillDelegated(Adapter, Connection->Op.Slot->State, Delegated);
	if (Delegated != NULL) {
		Delegated->SendDataHead = Delegated->SendDataTail = NULL;
		Delegated->BufferedData = Block->Status == NDIS_STATUS_SUCCESS ? ToeBufferedData(Connection) : NULL;
	}
	while ((Piece = Connection->Data) != NULL) {
		Connection->Data = Piece->Next;
		ToePieceGive(Adapter, Piece);
	}
	ToeSlotGive(Adapter, Connection->Op.Slot);
	ToeConnectionUnlink(Adapter, Connection);
	TREE_CONNS(Root) = (PVOID)((ULONG_PTR)TREE_CONNS(Root) + 1);
	ToeTreeLess(Adapter, Root);
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
		if (Object == NULL || ToeIsTcp(Block))
			continue;
		if (ToeIsPath(Block) ? ((TOE_PATH *)Object)->Count != 0 : ((TOE_HOP *)Object)->Paths != 0)
			Block->Status = NDIS_STATUS_FAILURE; /* something still depends on it */
		else
			ToeFreeObject(Adapter, Object);
	}
}

VOID ToeTreeEndTerminate(TOE_ADAPTER *Adapter, BLOCK *Root)
{
	const LONG Ended = (LONG)(ULONG_PTR)TREE_CONNS(Root);

	Bury(Adapter, Root, 0);
	NdisMTerminateOffloadComplete(Adapter->Handle, Root);
	if (Ended == 0)
		return;
	InterlockedExchangeAdd(&Adapter->Chimney.Connections, -Ended);
	ToeChangeUploaded(Adapter);
}
