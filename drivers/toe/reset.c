/*
 * Resets of the card: NDIS asks (MiniportResetEx), the firmware died (HEALTH), or it answers no commands (watchdog). All take the same way:
 *
 *   Working    a work item at PASSIVE_LEVEL: outstanding commands and requests end with NDIS_STATUS_REQUEST_ABORTED, the card is reset, the
 * rings start Restoring  the committed state is sent again as a change (change.c), in the DPC Finishing  NdisMResetComplete if NDIS asked;
 * what asks for a reset meanwhile gets the next one Idle
 *
 * Nothing is reported: the configuration is the same before and after (hardware-reset). AddressingReset is FALSE because packet filter,
 * multicast list and task offloads are restored here. A card that does not come back after RESETS_IN_A_ROW tries is given up: requests
 * fail, the link is down.
 */
#include "toe.h"

#define RESETS_IN_A_ROW 3

static VOID NTAPI ResetWorker(PVOID WorkItemContext, NDIS_HANDLE NdisIoWorkItemHandle);

static VOID Finish(TOE_ADAPTER *Adapter, NDIS_STATUS Status)
{
	PNDIS_OID_REQUEST Waiting = NULL;
	BOOLEAN ByNdis, Again;

	NdisAcquireSpinLock(&Adapter->Lock);
	Adapter->ResetPhase = ToeResetFinishing;
	ByNdis = Adapter->ResetByNdis;
	if (ByNdis) { /* came while we reset the card on our own, before NDIS asked for it too */
		Waiting = Adapter->Waiting;
		Adapter->Waiting = NULL;
	}
	NdisReleaseSpinLock(&Adapter->Lock);
	if (Waiting != NULL)
		NdisMOidRequestComplete(Adapter->Handle, Waiting, NDIS_STATUS_REQUEST_ABORTED);
	/* Until NDIS knows, requests are still refused (ToeChangeTake): none may be pending when it looks. */
	if (ByNdis)
		NdisMResetComplete(Adapter->Handle, Status, FALSE);
	NdisAcquireSpinLock(&Adapter->Lock);
	Again = Adapter->ResetAgain;
	Adapter->ResetByNdis = Adapter->ResetAgainByNdis;
	Adapter->ResetAgain = Adapter->ResetAgainByNdis = FALSE;
	Adapter->ResetPhase = Again ? ToeResetWorking : ToeResetIdle;
	NdisReleaseSpinLock(&Adapter->Lock);
	if (Again) {
		NdisQueueIoWorkItem(Adapter->ResetWork, ResetWorker, Adapter);
		return;
	}
	if (!Adapter->Halting) {
		if (Status == NDIS_STATUS_SUCCESS)
			ToeIndicateLink(Adapter);
		ToeChangeKick(Adapter);
	}
	NdisSetEvent(&Adapter->Idle); /* last: halt may go on now */
}

static VOID GiveUp(TOE_ADAPTER *Adapter)
{
	Adapter->Dead = TRUE;
	NdisWriteErrorLogEntry(Adapter->Handle, NDIS_ERROR_CODE_HARDWARE_FAILURE, 1, Adapter->ResetsInARow);
	DbgPrintEx(DPFLTR_IHVNETWORK_ID, DPFLTR_ERROR_LEVEL, "toe: the card does not come back after %lu resets\n", Adapter->ResetsInARow);
	Finish(Adapter, NDIS_STATUS_HARD_ERRORS);
}

static VOID NTAPI ResetWorker(PVOID WorkItemContext, NDIS_HANDLE NdisIoWorkItemHandle)
{
	TOE_ADAPTER *Adapter = WorkItemContext;
	BOOLEAN Back;

	UNREFERENCED_PARAMETER(NdisIoWorkItemHandle);
	ToeAdminStop(Adapter);
	ToeChangeAbort(Adapter, NULL, NDIS_STATUS_REQUEST_ABORTED);
	ToeStatisticsAbort(Adapter, NULL, NDIS_STATUS_REQUEST_ABORTED);
	if (Adapter->Halting || Adapter->Removed) {
		Finish(Adapter, NDIS_STATUS_FAILURE);
		return;
	}
	if (!Adapter->ResetByNdis)
		DbgPrintEx(DPFLTR_IHVNETWORK_ID, DPFLTR_ERROR_LEVEL, "toe: resetting the card: health %lu, code %lu\n",
		           ToeRead(Adapter, TOE_HEALTH), ToeRead(Adapter, TOE_FATAL_CODE));
	ToeDataStop(Adapter);
	Back = Adapter->ResetsInARow++ != RESETS_IN_A_ROW && ToeHardwareReset(Adapter) == NDIS_STATUS_SUCCESS;
	ToeConnectionLost(Adapter);
	/* The card no longer reaches memory. Sends end before the reset does (nc-ndis-miniport_reset, NDIS 6.30 and later). */
	ToeDataFlush(Adapter, NDIS_STATUS_RESET_IN_PROGRESS);
	if (Back)
		ToeDataPrepare(Adapter);
	ToeDataRelease(Adapter);
	if (!Back) {
		GiveUp(Adapter);
		return;
	}
	NdisAcquireSpinLock(&Adapter->Lock);
	Adapter->ResetPhase = ToeResetRestoring;
	NdisReleaseSpinLock(&Adapter->Lock);
	ToeAdminStart(Adapter);
	ToeChangeRestore(Adapter, FALSE);
}

VOID ToeResetQueue(TOE_ADAPTER *Adapter, BOOLEAN ByNdis)
{
	BOOLEAN Queue;

	NdisAcquireSpinLock(&Adapter->Lock);
	Queue = ByNdis || !(Adapter->Halting || Adapter->Removed || Adapter->Dead || Adapter->Initializing);
	if (Queue && Adapter->ResetPhase == ToeResetFinishing) {
		/* The one before is just being answered for; its end starts this one. */
		Adapter->ResetAgain = TRUE;
		Adapter->ResetAgainByNdis = Adapter->ResetAgainByNdis || ByNdis;
		Queue = FALSE;
	} else if (Queue) {
		if (ByNdis)
			Adapter->ResetByNdis = TRUE;
		/* While the worker works it is too early for another one; while the card is being restored it has failed again. */
		Queue = Adapter->ResetPhase != ToeResetWorking;
		Adapter->ResetPhase = ToeResetWorking;
		NdisResetEvent(&Adapter->Idle);
	}
	NdisReleaseSpinLock(&Adapter->Lock);
	if (Queue)
		NdisQueueIoWorkItem(Adapter->ResetWork, ResetWorker, Adapter);
}

/* The restoration ended. When it was cut short by the next reset, that one's worker is on its way and answers for both. */
VOID ToeResetDone(TOE_ADAPTER *Adapter, NDIS_STATUS Status)
{
	if (Adapter->ResetPhase != ToeResetRestoring)
		return;
	if (Status == NDIS_STATUS_SUCCESS)
		Adapter->ResetsInARow = 0;
	Finish(Adapter, Status);
}

NDIS_STATUS NTAPI ToeReset(NDIS_HANDLE MiniportAdapterContext, PBOOLEAN AddressingReset)
{
	TOE_ADAPTER *Adapter = MiniportAdapterContext;

	*AddressingReset = FALSE;
	if (Adapter->Removed)
		return NDIS_STATUS_HARD_ERRORS;
	Adapter->Dead = FALSE;
	Adapter->ResetsInARow = 0;
	ToeResetQueue(Adapter, TRUE);
	return NDIS_STATUS_PENDING;
}
