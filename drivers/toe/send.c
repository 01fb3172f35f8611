/* The data path. The card's firmware announces no queues yet (TOE_QUEUES), so a send is failed and nothing is received. */
#include "toe.h"

VOID NTAPI ToeSendNetBufferLists(NDIS_HANDLE MiniportAdapterContext, PNET_BUFFER_LIST NetBufferList, NDIS_PORT_NUMBER PortNumber,
                                 ULONG SendFlags)
{
	TOE_ADAPTER *Adapter = MiniportAdapterContext;
	const NDIS_STATUS Status = Adapter->Removed                  ? NDIS_STATUS_FAILURE
	                           : Adapter->RunState != ToeRunning ? NDIS_STATUS_PAUSED
	                                                             : NDIS_STATUS_FAILURE;
	PNET_BUFFER_LIST Next;

	UNREFERENCED_PARAMETER(PortNumber);
	for (Next = NetBufferList; Next != NULL; Next = NET_BUFFER_LIST_NEXT_NBL(Next))
		NET_BUFFER_LIST_STATUS(Next) = Status;
	NdisMSendNetBufferListsComplete(Adapter->Handle, NetBufferList,
	                                NDIS_TEST_SEND_AT_DISPATCH_LEVEL(SendFlags) ? NDIS_SEND_COMPLETE_FLAGS_DISPATCH_LEVEL : 0);
}

/* Nothing is ever indicated, so nothing comes back. */
VOID NTAPI ToeReturnNetBufferLists(NDIS_HANDLE MiniportAdapterContext, PNET_BUFFER_LIST NetBufferLists, ULONG ReturnFlags)
{
	UNREFERENCED_PARAMETER(MiniportAdapterContext);
	UNREFERENCED_PARAMETER(NetBufferLists);
	UNREFERENCED_PARAMETER(ReturnFlags);
}

/* Every send is complete before MiniportSendNetBufferLists returns. */
VOID NTAPI ToeCancelSend(NDIS_HANDLE MiniportAdapterContext, PVOID CancelId)
{
	UNREFERENCED_PARAMETER(MiniportAdapterContext);
	UNREFERENCED_PARAMETER(CancelId);
}

/* NDIS maps no send for a data path that does not exist. */
VOID NTAPI ToeProcessSgList(PDEVICE_OBJECT DeviceObject, PVOID Reserved, PSCATTER_GATHER_LIST ScatterGatherList, PVOID Context)
{
	UNREFERENCED_PARAMETER(DeviceObject);
	UNREFERENCED_PARAMETER(Reserved);
	UNREFERENCED_PARAMETER(ScatterGatherList);
	UNREFERENCED_PARAMETER(Context);
}
