/* Interrupts, and what they are about: frames out, frames in, pause and restart. */
#include "vnet.h"

#define BATCH 64u

/* ------------------------------------------------------------------------------------------------------------------------- send */
static VOID Complete(VNET_ADAPTER *Adapter, PNET_BUFFER_LIST Lists, BOOLEAN Dispatch)
{
	if (Lists != NULL)
		NdisMSendNetBufferListsComplete(Adapter->Handle, Lists, Dispatch ? NDIS_SEND_COMPLETE_FLAGS_DISPATCH_LEVEL : 0);
}

/* One frame into a slot. FALSE: it can't be sent. */
static BOOLEAN CopyOut(VNET_ADAPTER *Adapter, PNET_BUFFER_LIST List, PNET_BUFFER Buffer, ULONG Slot)
{
	NDIS_TCP_IP_CHECKSUM_NET_BUFFER_LIST_INFO Checksum;
	PUCHAR To = Adapter->Tx.Slots + Slot * VNET_SLOT_BYTES;
	VNET_HDR *Header = (VNET_HDR *)To;
	const ULONG Length = NET_BUFFER_DATA_LENGTH(Buffer);
	PVOID Data;

	if (Length < 14 || Length > VNET_FRAME + 4)
		return FALSE;
	Data = NdisGetDataBuffer(Buffer, Length, To + VNET_HEADER, 1, 0);
	if (Data == NULL)
		return FALSE;
	if (Data != To + VNET_HEADER)
		NdisMoveMemory(To + VNET_HEADER, Data, Length);
	NdisZeroMemory(Header, sizeof(*Header));
	Checksum.Value = NET_BUFFER_LIST_INFO(List, TcpIpChecksumNetBufferListInfo);
	if (Checksum.Transmit.TcpChecksum) {
		if (!(Adapter->Features & VNET_F_CSUM) || Checksum.Transmit.TcpHeaderOffset + 18u > Length)
			return FALSE;
		Header->Flags = 1; /* VIRTIO_NET_HDR_F_NEEDS_CSUM; the stack left the pseudo-header's sum in the field */
		Header->CsumStart = (USHORT)Checksum.Transmit.TcpHeaderOffset;
		Header->CsumOffset = 16;
	}
	Adapter->Tx.Desc[Slot].Length = VNET_HEADER + Length;
	return TRUE;
}

/* Takes back slots, fills them from Pending; returns the lists that are done. TxLock held. */
static PNET_BUFFER_LIST Service(VNET_ADAPTER *Adapter)
{
	PNET_BUFFER_LIST Done = NULL, *End = &Done;
	ULONG Slot, Length;

	while (Adapter->FreeTxCount < VNET_SLOTS && VnetQueueTake(&Adapter->Tx, &Slot, &Length))
		Adapter->FreeTx[Adapter->FreeTxCount++] = Slot;
	while (Adapter->PendingFirst != NULL) {
		PNET_BUFFER_LIST List = Adapter->PendingFirst;
		while (Adapter->PendingNext != NULL && Adapter->FreeTxCount > 0) {
			Slot = Adapter->FreeTx[Adapter->FreeTxCount - 1];
			if (CopyOut(Adapter, List, Adapter->PendingNext, Slot)) {
				Adapter->FreeTxCount--;
				VnetQueuePost(&Adapter->Tx, Slot);
				Adapter->Sent++;
			} else {
				NET_BUFFER_LIST_STATUS(List) = NDIS_STATUS_INVALID_PACKET;
			}
			Adapter->PendingNext = NET_BUFFER_NEXT_NB(Adapter->PendingNext);
		}
		if (Adapter->PendingNext != NULL)
			break;
		Adapter->PendingFirst = NET_BUFFER_LIST_NEXT_NBL(List);
		if (Adapter->PendingFirst != NULL)
			Adapter->PendingNext = NET_BUFFER_LIST_FIRST_NB(Adapter->PendingFirst);
		NET_BUFFER_LIST_NEXT_NBL(List) = NULL;
		*End = List;
		End = &NET_BUFFER_LIST_NEXT_NBL(List);
	}
	VnetQueueTell(&Adapter->Tx);
	return Done;
}

VOID NTAPI VnetSend(NDIS_HANDLE Context, PNET_BUFFER_LIST Lists, NDIS_PORT_NUMBER Port, ULONG Flags)
{
	VNET_ADAPTER *Adapter = Context;
	PNET_BUFFER_LIST List, Last = NULL, Done;

	UNREFERENCED_PARAMETER(Port);
	for (List = Lists; List != NULL; List = NET_BUFFER_LIST_NEXT_NBL(List)) {
		NET_BUFFER_LIST_STATUS(List) = NDIS_STATUS_SUCCESS;
		Last = List;
	}
	NdisAcquireSpinLock(&Adapter->TxLock);
	if (!Adapter->Running) {
		NdisReleaseSpinLock(&Adapter->TxLock);
		for (List = Lists; List != NULL; List = NET_BUFFER_LIST_NEXT_NBL(List))
			NET_BUFFER_LIST_STATUS(List) = NDIS_STATUS_PAUSED;
		Complete(Adapter, Lists, !!(Flags & NDIS_SEND_FLAGS_DISPATCH_LEVEL));
		return;
	}
	if (Adapter->PendingFirst == NULL) {
		Adapter->PendingFirst = Lists;
		Adapter->PendingNext = NET_BUFFER_LIST_FIRST_NB(Lists);
	} else {
		NET_BUFFER_LIST_NEXT_NBL(Adapter->PendingLast) = Lists;
	}
	Adapter->PendingLast = Last;
	Done = Service(Adapter);
	NdisReleaseSpinLock(&Adapter->TxLock);
	Complete(Adapter, Done, !!(Flags & NDIS_SEND_FLAGS_DISPATCH_LEVEL));
}

/* What waits does so for a moment only. */
VOID NTAPI VnetCancelSend(NDIS_HANDLE Context, PVOID Id)
{
	UNREFERENCED_PARAMETER(Context);
	UNREFERENCED_PARAMETER(Id);
}

/* ---------------------------------------------------------------------------------------------------------------------- receive */
VOID NTAPI VnetReturn(NDIS_HANDLE Context, PNET_BUFFER_LIST Lists, ULONG Flags)
{
	VNET_ADAPTER *Adapter = Context;
	BOOLEAN Paused;

	UNREFERENCED_PARAMETER(Flags);
	NdisAcquireSpinLock(&Adapter->RxLock);
	for (; Lists != NULL; Lists = NET_BUFFER_LIST_NEXT_NBL(Lists)) {
		VnetQueuePost(&Adapter->Rx, (ULONG)(ULONG_PTR)Lists->MiniportReserved[0]);
		Adapter->Outstanding--;
	}
	VnetQueueTell(&Adapter->Rx);
	Paused = Adapter->PauseOwed && Adapter->Outstanding == 0;
	if (Paused)
		Adapter->PauseOwed = FALSE;
	NdisReleaseSpinLock(&Adapter->RxLock);
	if (Paused)
		NdisMPauseComplete(Adapter->Handle);
}

/* In a DPC. Up to `Limit` frames; returns whether there are more. */
static BOOLEAN Receive(VNET_ADAPTER *Adapter, ULONG Limit)
{
	PNET_BUFFER_LIST First = NULL, *End = &First;
	ULONG Count = 0, Slot, Length;
	BOOLEAN More;

	NdisDprAcquireSpinLock(&Adapter->RxLock);
	while (Count < Limit && VnetQueueTake(&Adapter->Rx, &Slot, &Length)) {
		PNET_BUFFER_LIST List = Adapter->Receive[Slot];
		PNET_BUFFER Buffer = NET_BUFFER_LIST_FIRST_NB(List);
		if (!Adapter->Running || Adapter->Filter == 0 || Length < VNET_HEADER + 14 || Length > VNET_SLOT_BYTES) {
			VnetQueuePost(&Adapter->Rx, Slot);
			continue;
		}
		NET_BUFFER_DATA_LENGTH(Buffer) = Length - VNET_HEADER;
		NET_BUFFER_LIST_STATUS(List) = NDIS_STATUS_SUCCESS;
		NET_BUFFER_LIST_INFO(List, TcpIpChecksumNetBufferListInfo) = NULL;
		NET_BUFFER_LIST_NEXT_NBL(List) = NULL;
		List->SourceHandle = Adapter->Handle;
		*End = List;
		End = &NET_BUFFER_LIST_NEXT_NBL(List);
		Count++;
	}
	Adapter->Outstanding += Count;
	Adapter->Received += Count;
	VnetQueueTell(&Adapter->Rx);
	More = Adapter->Rx.Used->Index != Adapter->Rx.Seen;
	NdisDprReleaseSpinLock(&Adapter->RxLock);
	if (Count)
		NdisMIndicateReceiveNetBufferLists(Adapter->Handle, First, NDIS_DEFAULT_PORT_NUMBER, Count,
		                                   NDIS_RECEIVE_FLAGS_DISPATCH_LEVEL);
	return More;
}

/* -------------------------------------------------------------------------------------------------------------------- interrupts */
static VOID Poll(VNET_ADAPTER *Adapter, PNDIS_RECEIVE_THROTTLE_PARAMETERS Throttle)
{
	PNET_BUFFER_LIST Done;

	NdisDprAcquireSpinLock(&Adapter->TxLock);
	Done = Service(Adapter);
	NdisDprReleaseSpinLock(&Adapter->TxLock);
	Complete(Adapter, Done, TRUE);
	Throttle->MoreNblsPending = Receive(Adapter, Throttle->MaxNblsToIndicate < BATCH ? Throttle->MaxNblsToIndicate : BATCH);
}

static VOID LinkChanged(VNET_ADAPTER *Adapter)
{
	const LONG Up = VnetDeviceLink(Adapter);

	if (InterlockedExchange(&Adapter->Link, Up) != Up)
		VnetIndicateLink(Adapter, (BOOLEAN)Up);
}

/* The line: reading ISR acknowledges (1.2, 4.1.4.5); bit 1: the configuration. */
static BOOLEAN NTAPI Isr(NDIS_HANDLE Context, PBOOLEAN QueueDpc, PULONG Processors)
{
	VNET_ADAPTER *Adapter = Context;
	UCHAR Cause;

	NdisReadRegisterUchar(Adapter->Isr, &Cause);
	*Processors = 0;
	*QueueDpc = Cause != 0 && Cause != 0xff;
	return *QueueDpc;
}
static VOID NTAPI Dpc(NDIS_HANDLE Context, PVOID DpcContext, PVOID Throttle, PVOID Reserved)
{
	UNREFERENCED_PARAMETER(DpcContext);
	UNREFERENCED_PARAMETER(Reserved);
	LinkChanged(Context);
	Poll(Context, Throttle);
}
static BOOLEAN NTAPI MessageIsr(NDIS_HANDLE Context, ULONG Message, PBOOLEAN QueueDpc, PULONG Processors)
{
	UNREFERENCED_PARAMETER(Context);
	UNREFERENCED_PARAMETER(Message);
	*Processors = 0;
	*QueueDpc = TRUE;
	return TRUE;
}
static VOID NTAPI MessageDpc(NDIS_HANDLE Context, ULONG Message, PVOID DpcContext, PVOID Throttle, PVOID Reserved)
{
	VNET_ADAPTER *Adapter = Context;

	UNREFERENCED_PARAMETER(DpcContext);
	UNREFERENCED_PARAMETER(Reserved);
	if (Message == 0 && Adapter->Messages > 1)
		LinkChanged(Adapter);
	else
		Poll(Adapter, Throttle);
}

NDIS_STATUS VnetInterruptRegister(VNET_ADAPTER *Adapter)
{
	NDIS_MINIPORT_INTERRUPT_CHARACTERISTICS Interrupt;
	NDIS_STATUS Status;

	NdisZeroMemory(&Interrupt, sizeof(Interrupt));
	Interrupt.Header.Type = NDIS_OBJECT_TYPE_MINIPORT_INTERRUPT;
	Interrupt.Header.Revision = NDIS_MINIPORT_INTERRUPT_REVISION_1;
	Interrupt.Header.Size = NDIS_SIZEOF_MINIPORT_INTERRUPT_CHARACTERISTICS_REVISION_1;
	Interrupt.InterruptHandler = Isr;
	Interrupt.InterruptDpcHandler = Dpc;
	Interrupt.MsiSupported = TRUE;
	Interrupt.MessageInterruptHandler = MessageIsr;
	Interrupt.MessageInterruptDpcHandler = MessageDpc;
	Status = NdisMRegisterInterruptEx(Adapter->Handle, Adapter, &Interrupt, &Adapter->Interrupt);
	if (Status != NDIS_STATUS_SUCCESS) {
		Adapter->Interrupt = NULL;
		return Status;
	}
	if (Interrupt.InterruptType == NDIS_CONNECT_MESSAGE_BASED && Interrupt.MessageInfoTable != NULL)
		Adapter->Messages = Interrupt.MessageInfoTable->MessageCount;
	return NDIS_STATUS_SUCCESS;
}

/* ------------------------------------------------------------------------------------------------------------------- their lives */
NDIS_STATUS VnetDataAllocate(VNET_ADAPTER *Adapter)
{
	NET_BUFFER_LIST_POOL_PARAMETERS Parameters;
	ULONG i;

	NdisMAllocateSharedMemory(Adapter->Handle, 2 * VNET_QUEUE_BYTES, TRUE, (PVOID *)&Adapter->Memory, &Adapter->Physical);
	if (Adapter->Memory == NULL)
		return NDIS_STATUS_RESOURCES;
	NdisZeroMemory(&Parameters, sizeof(Parameters));
	Parameters.Header.Type = NDIS_OBJECT_TYPE_DEFAULT;
	Parameters.Header.Revision = NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1;
	Parameters.Header.Size = NDIS_SIZEOF_NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1;
	Parameters.fAllocateNetBuffer = TRUE;
	Parameters.PoolTag = VNET_TAG;
	Adapter->Pool = NdisAllocateNetBufferListPool(Adapter->Handle, &Parameters);
	if (Adapter->Pool == NULL)
		return NDIS_STATUS_RESOURCES;
	for (i = 0; i < VNET_SLOTS; i++) {
		PUCHAR Data = Adapter->Memory + VNET_SLOTS_AT + i * VNET_SLOT_BYTES + VNET_HEADER; /* queue 0 receives */
		PMDL Mdl = NdisAllocateMdl(Adapter->Handle, Data, VNET_SLOT_BYTES - VNET_HEADER);
		if (Mdl == NULL)
			return NDIS_STATUS_RESOURCES;
		Adapter->Receive[i] = NdisAllocateNetBufferAndNetBufferList(Adapter->Pool, 0, 0, Mdl, 0, 0);
		if (Adapter->Receive[i] == NULL) {
			NdisFreeMdl(Mdl);
			return NDIS_STATUS_RESOURCES;
		}
		Adapter->Receive[i]->MiniportReserved[0] = (PVOID)(ULONG_PTR)i;
		Adapter->FreeTx[i] = i;
	}
	Adapter->FreeTxCount = VNET_SLOTS;
	return NDIS_STATUS_SUCCESS;
}

VOID VnetDataFree(VNET_ADAPTER *Adapter)
{
	ULONG i;

	for (i = 0; i < VNET_SLOTS; i++)
		if (Adapter->Receive[i] != NULL) {
			PMDL Mdl = NET_BUFFER_FIRST_MDL(NET_BUFFER_LIST_FIRST_NB(Adapter->Receive[i]));
			NdisFreeNetBufferList(Adapter->Receive[i]);
			NdisFreeMdl(Mdl);
		}
	if (Adapter->Pool != NULL)
		NdisFreeNetBufferListPool(Adapter->Pool);
	if (Adapter->Memory != NULL)
		NdisMFreeSharedMemory(Adapter->Handle, 2 * VNET_QUEUE_BYTES, TRUE, Adapter->Memory, Adapter->Physical);
}

/* The device has its queues: it gets all receive slots. */
VOID VnetDataStart(VNET_ADAPTER *Adapter)
{
	ULONG i;

	for (i = 0; i < VNET_SLOTS; i++)
		VnetQueuePost(&Adapter->Rx, i);
	VnetQueueTell(&Adapter->Rx);
}

NDIS_STATUS NTAPI VnetRestart(NDIS_HANDLE Context, PNDIS_MINIPORT_RESTART_PARAMETERS Parameters)
{
	VNET_ADAPTER *Adapter = Context;

	UNREFERENCED_PARAMETER(Parameters);
	Adapter->Running = TRUE;
	return NDIS_STATUS_SUCCESS;
}

NDIS_STATUS NTAPI VnetPause(NDIS_HANDLE Context, PNDIS_MINIPORT_PAUSE_PARAMETERS Parameters)
{
	VNET_ADAPTER *Adapter = Context;
	PNET_BUFFER_LIST Lists, List;
	BOOLEAN Wait;

	UNREFERENCED_PARAMETER(Parameters);
	NdisAcquireSpinLock(&Adapter->TxLock);
	Adapter->Running = FALSE;
	Lists = Adapter->PendingFirst;
	Adapter->PendingFirst = NULL;
	Adapter->PendingNext = NULL;
	NdisReleaseSpinLock(&Adapter->TxLock);
	for (List = Lists; List != NULL; List = NET_BUFFER_LIST_NEXT_NBL(List))
		NET_BUFFER_LIST_STATUS(List) = NDIS_STATUS_PAUSED;
	Complete(Adapter, Lists, FALSE);
	NdisAcquireSpinLock(&Adapter->RxLock);
	Wait = Adapter->PauseOwed = Adapter->Outstanding != 0;
	NdisReleaseSpinLock(&Adapter->RxLock);
	return Wait ? NDIS_STATUS_PENDING : NDIS_STATUS_SUCCESS;
}
