/*
 * The connection offload entry points (full-tcp-offload; removed from the pages since, see contract/connection-offload.md).
 *
 * Registered in MiniportSetOptions: NDIS blocks connection offload without them. The firmware has no connection commands yet, so no object
 * is ever taken: every tree that comes is answered with a status in each of its blocks, completely and from a work item, as an offload
 * target must:
 *
 *   initiate    placeholder: success. New object: what its layer lacks (..._NEIGHBOR_, _PATH_, _TCP_ENTRIES); what hangs from it was not
 * tried: failure. A reference ("linker") to an object we never took: failure query, update, invalidate, terminate   placeholder: success.
 * Anything else names an object that is not here: failure
 *
 * Trees wait in a queue linked through the root block's MiniportReserved[0], which is ours while we own the tree. While offloading is
 * paused initiates stay queued (reporting-a-nic-s-connection-offload-capabilities); when the uploads are awaited they are failed, else host
 * and target would wait for each other.
 */
#include "toe.h"

typedef enum { TreeInitiate = 1, TreeQuery, TreeUpdate, TreeInvalidate, TreeTerminate } TREE_KIND;
#define BLOCK              NDIS_MINIPORT_OFFLOAD_BLOCK_LIST
#define TREE_NEXT(Tree)    ((Tree)->MiniportReserved[0])
#define TREE_KIND_OF(Tree) ((Tree)->MiniportReserved[1])
#define TREE_DEPTH         8 /* neighbor, path, TCP: deeper trees are malformed and are not followed */

static NDIS_STATUS LayerIsFull(const BLOCK *Block)
{
	switch (Block->Header.Type) {
	case NeighborOffloadConstState:
	case NeighborOffloadCachedState:
	case NeighborOffloadDelegatedState:
	case NeighborOffloadState:
		return NDIS_STATUS_OFFLOAD_NEIGHBOR_ENTRIES;
	case Ip4OffloadConstState:
	case Ip4OffloadCachedState:
	case Ip4OffloadDelegatedState:
	case Ip4OffloadState:
	case Ip6OffloadConstState:
	case Ip6OffloadCachedState:
	case Ip6OffloadDelegatedState:
	case Ip6OffloadState:
		return NDIS_STATUS_OFFLOAD_PATH_ENTRIES;
	case TcpOffloadConstState:
	case TcpOffloadCachedState:
	case TcpOffloadDelegatedState:
	case TcpOffloadState:
		return NDIS_STATUS_OFFLOAD_TCP_ENTRIES;
	default:
		return NDIS_STATUS_FAILURE;
	}
}

/* Depth first, then breadth. Tried: nothing above has failed. */
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

static VOID AnswerOther(BLOCK *Block, BOOLEAN Terminate, ULONG Depth)
{
	for (; Block != NULL; Block = Block->NextBlock) {
		Block->Status = Block->MiniportOffloadContext == NULL ? NDIS_STATUS_SUCCESS : NDIS_STATUS_FAILURE;
		if (Terminate)
			Block->NetBufferListChain = NULL; /* no send data is handed back */
		if (Depth < TREE_DEPTH)
			AnswerOther(Block->DependentBlockList, Terminate, Depth + 1);
	}
}

static VOID AnswerTree(TOE_ADAPTER *Adapter, BLOCK *Tree)
{
	switch ((TREE_KIND)(ULONG_PTR)TREE_KIND_OF(Tree)) {
	case TreeInitiate:
		AnswerInitiate(Tree, TRUE, 0);
		NdisMInitiateOffloadComplete(Adapter->Handle, Tree);
		break;
	case TreeQuery:
		AnswerOther(Tree, FALSE, 0);
		NdisMQueryOffloadStateComplete(Adapter->Handle, Tree);
		break;
	case TreeUpdate:
		AnswerOther(Tree, FALSE, 0);
		NdisMUpdateOffloadComplete(Adapter->Handle, Tree);
		break;
	case TreeInvalidate:
		AnswerOther(Tree, FALSE, 0);
		NdisMInvalidateOffloadComplete(Adapter->Handle, Tree);
		break;
	case TreeTerminate:
		AnswerOther(Tree, TRUE, 0);
		NdisMTerminateOffloadComplete(Adapter->Handle, Tree);
		break;
	}
}

/* The first tree that may be answered now; initiates stay while offloading is paused. */
static BLOCK *TakeTree(TOE_ADAPTER *Adapter)
{
	TOE_CHIMNEY *Chimney = &Adapter->Chimney;
	BLOCK *Tree, *Before = NULL;

	NdisAcquireSpinLock(&Adapter->Lock);
	for (Tree = Chimney->First; Tree != NULL; Before = Tree, Tree = TREE_NEXT(Tree))
		if (!Chimney->Paused || (TREE_KIND)(ULONG_PTR)TREE_KIND_OF(Tree) != TreeInitiate || Adapter->Change.Uploading ||
		    Adapter->Halting)
			break;
	if (Tree != NULL) {
		if (Before == NULL)
			Chimney->First = TREE_NEXT(Tree);
		else
			TREE_NEXT(Before) = TREE_NEXT(Tree);
		if (Chimney->Last == Tree)
			Chimney->Last = Before;
	} else {
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
	while ((Tree = TakeTree(Adapter)) != NULL)
		AnswerTree(Adapter, Tree);
	NdisSetEvent(&Adapter->Chimney.Idle);
}

static VOID QueueWork(TOE_ADAPTER *Adapter)
{
	BOOLEAN Queue;

	NdisAcquireSpinLock(&Adapter->Lock);
	Queue = !Adapter->Chimney.WorkQueued && Adapter->Chimney.First != NULL;
	if (Queue) {
		Adapter->Chimney.WorkQueued = TRUE;
		NdisResetEvent(&Adapter->Chimney.Idle);
	}
	NdisReleaseSpinLock(&Adapter->Lock);
	if (Queue)
		NdisQueueIoWorkItem(Adapter->Chimney.WorkItem, ChimneyWorker, Adapter);
}

static VOID QueueTree(TOE_ADAPTER *Adapter, BLOCK *Tree, TREE_KIND Kind)
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
	QueueWork(Adapter);
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

/* ---- data requests on a connection: there is none, so each is completed with failure, always through the completion routine */
static VOID FailChain(PNET_BUFFER_LIST NetBufferList)
{
	for (; NetBufferList != NULL; NetBufferList = NET_BUFFER_LIST_NEXT_NBL(NetBufferList))
		NET_BUFFER_LIST_STATUS(NetBufferList) = NDIS_STATUS_FAILURE;
}

static NDIS_STATUS NTAPI ToeTcpOffloadSend(NDIS_HANDLE MiniportAdapterContext, PVOID MiniportOffloadContext, PNET_BUFFER_LIST NetBufferList)
{
	TOE_ADAPTER *Adapter = MiniportAdapterContext;

	UNREFERENCED_PARAMETER(MiniportOffloadContext);
	FailChain(NetBufferList);
	Adapter->Chimney.Handlers.NdisTcpOffloadSendComplete(Adapter->Handle, NetBufferList);
	return NDIS_STATUS_PENDING;
}

static NDIS_STATUS NTAPI ToeTcpOffloadReceive(NDIS_HANDLE MiniportAdapterContext, PVOID MiniportOffloadContext,
                                              PNET_BUFFER_LIST NetBufferList)
{
	TOE_ADAPTER *Adapter = MiniportAdapterContext;

	UNREFERENCED_PARAMETER(MiniportOffloadContext);
	FailChain(NetBufferList);
	Adapter->Chimney.Handlers.NdisTcpOffloadReceiveComplete(Adapter->Handle, NetBufferList);
	return NDIS_STATUS_PENDING;
}

static NDIS_STATUS NTAPI ToeTcpOffloadDisconnect(NDIS_HANDLE MiniportAdapterContext, PVOID MiniportOffloadContext,
                                                 PNET_BUFFER_LIST NetBufferList, ULONG Flags)
{
	TOE_ADAPTER *Adapter = MiniportAdapterContext;

	UNREFERENCED_PARAMETER(MiniportOffloadContext);
	UNREFERENCED_PARAMETER(Flags);
	FailChain(NetBufferList);
	Adapter->Chimney.Handlers.NdisTcpOffloadDisconnectComplete(Adapter->Handle, NetBufferList);
	return NDIS_STATUS_PENDING;
}

static NDIS_STATUS NTAPI ToeTcpOffloadForward(NDIS_HANDLE MiniportAdapterContext, PVOID MiniportOffloadContext,
                                              PNET_BUFFER_LIST NetBufferList)
{
	TOE_ADAPTER *Adapter = MiniportAdapterContext;

	UNREFERENCED_PARAMETER(MiniportOffloadContext);
	FailChain(NetBufferList);
	Adapter->Chimney.Handlers.NdisTcpOffloadForwardComplete(Adapter->Handle, NetBufferList);
	return NDIS_STATUS_PENDING;
}

static NDIS_STATUS NTAPI ToeTcpOffloadReceiveReturn(NDIS_HANDLE MiniportAdapterContext, PNET_BUFFER_LIST NetBufferList)
{
	UNREFERENCED_PARAMETER(MiniportAdapterContext);
	UNREFERENCED_PARAMETER(NetBufferList);
	return NDIS_STATUS_SUCCESS;
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

/* Halt: what is still queued is answered. */
VOID ToeChimneyClose(TOE_ADAPTER *Adapter)
{
	if (Adapter->Chimney.WorkItem == NULL)
		return;
	QueueWork(Adapter);
	NdisWaitEvent(&Adapter->Chimney.Idle, 0);
	NdisFreeIoWorkItem(Adapter->Chimney.WorkItem);
	Adapter->Chimney.WorkItem = NULL;
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
	QueueWork(Adapter);
}
