/*
 * Interrupts: MSI-X messages when the bus grants them, else the line (ndismregisterinterruptex). Message 0 carries commands, events and
 * failures; the other messages belong to the queues of the data path.
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

static VOID NTAPI ToeDpc(NDIS_HANDLE MiniportInterruptContext, PVOID MiniportDpcContext, PVOID ReceiveThrottleParameters,
                         PVOID NdisReserved2)
{
	UNREFERENCED_PARAMETER(MiniportDpcContext);
	UNREFERENCED_PARAMETER(ReceiveThrottleParameters); /* nothing is received yet: MoreNblsPending stays FALSE */
	UNREFERENCED_PARAMETER(NdisReserved2);
	ToeAdminPoll(MiniportInterruptContext);
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
		ToeWrite(Adapter, TOE_INT_ENABLE, TOE_INT_ADMIN | TOE_INT_EVENT | TOE_INT_FATAL);
}

static BOOLEAN NTAPI ToeMessageIsr(NDIS_HANDLE MiniportInterruptContext, ULONG MessageId, PBOOLEAN QueueDefaultInterruptDpc,
                                   PULONG TargetProcessors)
{
	UNREFERENCED_PARAMETER(MiniportInterruptContext);
	*TargetProcessors = 0;
	*QueueDefaultInterruptDpc = MessageId == 0;
	return TRUE;
}

static VOID NTAPI ToeMessageDpc(NDIS_HANDLE MiniportInterruptContext, ULONG MessageId, PVOID MiniportDpcContext,
                                PVOID ReceiveThrottleParameters, PVOID NdisReserved2)
{
	UNREFERENCED_PARAMETER(MessageId);
	UNREFERENCED_PARAMETER(MiniportDpcContext);
	UNREFERENCED_PARAMETER(ReceiveThrottleParameters);
	UNREFERENCED_PARAMETER(NdisReserved2);
	ToeAdminPoll(MiniportInterruptContext);
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
