/*
 * Interrupts: MSI-X messages when the bus grants them, else the line (ndismregisterinterruptex). Message 0 carries commands, events and
 * failures; message 1 + n belongs to pair n of queues, and its DPC runs where RSS wants the pair's frames. With one message, or the line,
 * the one DPC looks at all.
 *
 * Line: reading INT_CAUSE acknowledges and lowers the line, and 0 means that another device on it interrupted. Messages are never shared
 * and need no acknowledgement.
 */
#include "toe.h"

static BOOLEAN NTAPI ToeIsr(NDIS_HANDLE MiniportInterruptContext, PBOOLEAN QueueDefaultInterruptDpc, PULONG TargetProcessors)
{
	TOE_ADAPTER *Adapter = MiniportInterruptContext;
	ULONG Cause;

	*TargetProcessors = 0;
	*QueueDefaultInterruptDpc = FALSE;
	if (Adapter->Removed)
		return FALSE;
	Cause = ToeRead(Adapter, TOE_INT_CAUSE);
	if (Cause == 0 || Cause == 0xffffffff)
		return FALSE;
	*QueueDefaultInterruptDpc = TRUE;
	return TRUE;
}

static VOID PollAll(TOE_ADAPTER *Adapter, PNDIS_RECEIVE_THROTTLE_PARAMETERS Throttle)
{
	BOOLEAN More = FALSE;
	ULONG i;

	/* One pair only, unless the bus has taken messages away since: then each gets the limit. */
	for (i = 0; i < Adapter->Data.Pairs; i++)
		More = ToeDataPoll(Adapter, i, Throttle->MaxNblsToIndicate) || More;
	Throttle->MoreNblsPending = More;
}

static VOID NTAPI ToeDpc(NDIS_HANDLE MiniportInterruptContext, PVOID MiniportDpcContext, PVOID ReceiveThrottleParameters,
                         PVOID NdisReserved2)
{
	UNREFERENCED_PARAMETER(MiniportDpcContext);
	UNREFERENCED_PARAMETER(NdisReserved2);
	ToeAdminPoll(MiniportInterruptContext);
	ToeConnectionPoll(MiniportInterruptContext);
	PollAll(MiniportInterruptContext, ReceiveThrottleParameters);
}

static VOID NTAPI ToeDisableInterrupt(NDIS_HANDLE MiniportInterruptContext)
{
	TOE_ADAPTER *Adapter = MiniportInterruptContext;

	if (!Adapter->Removed)
		ToeWrite(Adapter, TOE_INT_ENABLE, 0);
}

static VOID NTAPI ToeEnableInterrupt(NDIS_HANDLE MiniportInterruptContext)
{
	TOE_ADAPTER *Adapter = MiniportInterruptContext;

	if (!Adapter->Removed)
		ToeWrite(Adapter, TOE_INT_ENABLE, TOE_CAUSES);
}

static BOOLEAN NTAPI ToeMessageIsr(NDIS_HANDLE MiniportInterruptContext, ULONG MessageId, PBOOLEAN QueueDefaultInterruptDpc,
                                   PULONG TargetProcessors)
{
	TOE_ADAPTER *Adapter = MiniportInterruptContext;

	*TargetProcessors = 0;
	*QueueDefaultInterruptDpc = MessageId == 0 || !ToeDataElsewhere(Adapter, MessageId - 1);
	return TRUE;
}

static VOID NTAPI ToeMessageDpc(NDIS_HANDLE MiniportInterruptContext, ULONG MessageId, PVOID MiniportDpcContext,
                                PVOID ReceiveThrottleParameters, PVOID NdisReserved2)
{
	TOE_ADAPTER *Adapter = MiniportInterruptContext;
	PNDIS_RECEIVE_THROTTLE_PARAMETERS Throttle = ReceiveThrottleParameters;

	UNREFERENCED_PARAMETER(MiniportDpcContext);
	UNREFERENCED_PARAMETER(NdisReserved2);
	if (MessageId == 0) {
		ToeAdminPoll(Adapter);
		ToeConnectionPoll(Adapter);
	}
	if (Adapter->Messages == 1)
		PollAll(Adapter, Throttle);
	else if (MessageId != 0 && MessageId <= Adapter->Data.Pairs)
		Throttle->MoreNblsPending = ToeDataPoll(Adapter, MessageId - 1, Throttle->MaxNblsToIndicate);
}

static VOID NTAPI ToeDisableMessage(NDIS_HANDLE MiniportInterruptContext, ULONG MessageId)
{
	if (MessageId == 0)
		ToeDisableInterrupt(MiniportInterruptContext);
}

static VOID NTAPI ToeEnableMessage(NDIS_HANDLE MiniportInterruptContext, ULONG MessageId)
{
	if (MessageId == 0)
		ToeEnableInterrupt(MiniportInterruptContext);
}

NDIS_STATUS ToeInterruptRegister(TOE_ADAPTER *Adapter)
{
	NDIS_MINIPORT_INTERRUPT_CHARACTERISTICS Interrupt;
	NDIS_STATUS Status;

	NdisZeroMemory(&Interrupt, sizeof(Interrupt));
	Interrupt.Header.Type = NDIS_OBJECT_TYPE_MINIPORT_INTERRUPT;
	Interrupt.Header.Revision = NDIS_MINIPORT_INTERRUPT_REVISION_1;
	Interrupt.Header.Size = NDIS_SIZEOF_MINIPORT_INTERRUPT_CHARACTERISTICS_REVISION_1;
	Interrupt.InterruptHandler = ToeIsr;
	Interrupt.InterruptDpcHandler = ToeDpc;
	Interrupt.DisableInterruptHandler = ToeDisableInterrupt;
	Interrupt.EnableInterruptHandler = ToeEnableInterrupt;
	Interrupt.MsiSupported = TRUE;
	Interrupt.MsiSyncWithAllMessages = FALSE;
	Interrupt.MessageInterruptHandler = ToeMessageIsr;
	Interrupt.MessageInterruptDpcHandler = ToeMessageDpc;
	Interrupt.DisableMessageInterruptHandler = ToeDisableMessage;
	Interrupt.EnableMessageInterruptHandler = ToeEnableMessage;
	Status = NdisMRegisterInterruptEx(Adapter->Handle, Adapter, &Interrupt, &Adapter->Interrupt);
	if (Status != NDIS_STATUS_SUCCESS) {
		Adapter->Interrupt = NULL;
		return Status;
	}
	Adapter->InterruptType = Interrupt.InterruptType;
	if (Interrupt.InterruptType == NDIS_CONNECT_MESSAGE_BASED && Interrupt.MessageInfoTable != NULL)
		Adapter->Messages = Interrupt.MessageInfoTable->MessageCount;
	return NDIS_STATUS_SUCCESS;
}

VOID ToeInterruptDeregister(TOE_ADAPTER *Adapter)
{
	if (Adapter->Interrupt != NULL)
		NdisMDeregisterInterruptEx(Adapter->Interrupt); /* waits for ISRs and DPCs */
	Adapter->Interrupt = NULL;
}
