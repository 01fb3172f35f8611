/*
 * The connection offload entry points (full-tcp-offload; removed from the pages since, see contract/connection-offload.md).
 *
 * Registered in MiniportSetOptions: NDIS blocks connection offload without them. Every tree is noted and worked on by a work item at
 * PASSIVE_LEVEL; its commands are given to the card with one doorbell, and it is completed when the last of them has been.
 *
 *   chimneyinitiate.c    blocks become neighbors, paths, connections
 *   chimneystate.c       query, update, invalidate
 *   chimneyterminate.c   connections, paths, neighbors end
 *   chimneyobject.c      what all of them use
 *
 * A tree waits in a queue linked through the root block's MiniportReserved[0]; MiniportReserved[1] says what it is; Scratch[0] counts what
 * is still to come, and Scratch[1] is the list of the connections it makes, or the number of those it ends. While offloading is paused
 * initiates stay queued (reporting-a-nic-s-connection-offload-capabilities); when the uploads are awaited they are failed, else host and
 * target would wait for each other.
 */
#include "chimney.h"

/* ---- trees: begun by the worker, ended by the one who serves */
BOOLEAN ToeTreesEnd(TOE_ADAPTER *Adapter)
{
	TOE_CHIMNEY *Chimney = &Adapter->Chimney;
	BOOLEAN Any = FALSE;
	BLOCK *Root;

	if (Chimney->Starving != NULL)
		ToeUploadFeed(Adapter);
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
			ToeTreeEndInitiate(Adapter, Root);
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
			ToeTreeEndTerminate(Adapter, Root);
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
			ToeTreeAnswer(Root, TRUE, 0);
			NdisMInitiateOffloadComplete(Adapter->Handle, Root);
			return;
		}
		ToeTreeInitiate(Adapter, Root, Root, NULL, NULL, TRUE, 0);
	} else if (Kind == TreeTerminate) {
		ToeTreeTerminate(Adapter, Root, Root, 0);
	} else {
		ToeTreeVisit(Adapter, Root, Root, Kind, NULL, 0);
	}
	NdisAcquireSpinLock(&Adapter->Chimney.Lock);
	ToeTreeLess(Adapter, Root);
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
