/*
 * The adapter's life: initialize (Halted -> Paused), halt (-> Halted), shutdown, surprise removal; pause and restart are in queue.c
 * (adapter-states-of-a-miniport-driver, initializing-a-miniport-adapter).
 */
#include "toe.h"

#define CONFIGURE_MS 2000

static NDIS_STATUS FindResources(TOE_ADAPTER *Adapter, PNDIS_RESOURCE_LIST Resources)
{
	ULONG i;

	if (Resources == NULL)
		return NDIS_STATUS_RESOURCE_CONFLICT;
	for (i = 0; i < Resources->Count; i++) {
		const CM_PARTIAL_RESOURCE_DESCRIPTOR *Descriptor = &Resources->PartialDescriptors[i];
		if (Descriptor->Type == CmResourceTypeMemory && Adapter->BarLength == 0) {
			Adapter->BarAddress = Descriptor->u.Memory.Start;
			Adapter->BarLength = Descriptor->u.Memory.Length;
		}
	}
	return Adapter->BarLength ? NDIS_STATUS_SUCCESS : NDIS_STATUS_RESOURCE_CONFLICT;
}

static NDIS_STATUS RegisterDma(TOE_ADAPTER *Adapter)
{
	NDIS_SG_DMA_DESCRIPTION Description;

	NdisZeroMemory(&Description, sizeof(Description));
	Description.Header.Type = NDIS_OBJECT_TYPE_SG_DMA_DESCRIPTION;
	Description.Header.Revision = NDIS_SG_DMA_DESCRIPTION_REVISION_1;
	Description.Header.Size = NDIS_SIZEOF_SG_DMA_DESCRIPTION_REVISION_1;
	Description.Flags = NDIS_SG_DMA_64_BIT_ADDRESS;
	Description.MaximumPhysicalMapping = 262144; /* the largest LSO send */
	Description.ProcessSGListHandler = ToeProcessSgList;
	return NdisMRegisterScatterGatherDma(Adapter->Handle, &Description, &Adapter->Dma);
}

/* The whole state to a cold card; the completions come by interrupt, so this also proves that interrupts arrive. */
static NDIS_STATUS Configure(TOE_ADAPTER *Adapter)
{
	ToeDataPrepare(Adapter);
	ToeAdminStart(Adapter);
	NdisResetEvent(&Adapter->ChangeDone);
	ToeChangeRestore(Adapter, TRUE);
	if (NdisWaitEvent(&Adapter->ChangeDone, CONFIGURE_MS))
		return Adapter->Change.Status;
	DbgPrintEx(DPFLTR_IHVNETWORK_ID, DPFLTR_ERROR_LEVEL, "toe: the card does not answer its commands\n");
	return NDIS_STATUS_HARD_ERRORS;
}

/* Undoes initialization, from any point of it. No status is indicated from here on. */
static VOID Release(TOE_ADAPTER *Adapter)
{
	Adapter->Halting = TRUE;
	if (Adapter->ResetWork != NULL) {
		/* A reset on its way ends: its restoration is cut short by stopping the admin queue. */
		while (!NdisWaitEvent(&Adapter->Idle, 200))
			ToeAdminStop(Adapter);
		ToeAdminStop(Adapter);
	}
	if (Adapter->Bar != NULL && !Adapter->Removed) {
		ToeWrite(Adapter, TOE_INT_ENABLE, 0);
		ToeHardwareReset(Adapter); /* DMA is over when this returns */
	}
	ToeInterruptDeregister(Adapter);
	ToeChangeAbort(Adapter, NULL, NDIS_STATUS_REQUEST_ABORTED);
	ToeStatisticsAbort(Adapter, NULL, NDIS_STATUS_REQUEST_ABORTED);
	ToeChimneyClose(Adapter);
	ToeDataFree(Adapter);
	ToeAdminFree(Adapter);
	if (Adapter->Dma != NULL)
		NdisMDeregisterScatterGatherDma(Adapter->Dma);
	ToeHardwareUnmap(Adapter);
	if (Adapter->PersistWork != NULL) {
		NdisWaitEvent(&Adapter->PersistIdle, 0);
		NdisFreeIoWorkItem(Adapter->PersistWork);
	}
	if (Adapter->ResetWork != NULL)
		NdisFreeIoWorkItem(Adapter->ResetWork);
	NdisFreeSpinLock(&Adapter->Lock);
	NdisFreeMemory(Adapter, 0, 0);
}

static TOE_ADAPTER *Allocate(NDIS_HANDLE NdisMiniportHandle)
{
	TOE_ADAPTER *Adapter = NdisAllocateMemoryWithTagPriority(NdisMiniportHandle, sizeof(*Adapter), TOE_TAG, NormalPoolPriority);

	if (Adapter == NULL)
		return NULL;
	NdisZeroMemory(Adapter, sizeof(*Adapter));
	Adapter->Handle = NdisMiniportHandle;
	Adapter->Initializing = TRUE;
	NdisAllocateSpinLock(&Adapter->Lock);
	NdisInitializeEvent(&Adapter->Idle);
	NdisSetEvent(&Adapter->Idle);
	NdisInitializeEvent(&Adapter->PersistIdle);
	NdisSetEvent(&Adapter->PersistIdle);
	NdisInitializeEvent(&Adapter->ChangeDone);
	return Adapter;
}

static NDIS_STATUS Prepare(TOE_ADAPTER *Adapter, PNDIS_MINIPORT_INIT_PARAMETERS Parameters)
{
	NDIS_STATUS Status;

	Adapter->ResetWork = NdisAllocateIoWorkItem(Adapter->Handle);
	Adapter->PersistWork = NdisAllocateIoWorkItem(Adapter->Handle);
	if (Adapter->ResetWork == NULL || Adapter->PersistWork == NULL)
		return NDIS_STATUS_RESOURCES;
	Status = FindResources(Adapter, Parameters->AllocatedResources);
	if (Status == NDIS_STATUS_SUCCESS)
		Status = ToeHardwareMap(Adapter);
	if (Status == NDIS_STATUS_SUCCESS)
		Status = ToeHardwareReset(Adapter);
	if (Status == NDIS_STATUS_SUCCESS)
		Status = ToeKeywordsRead(Adapter);
	if (Status == NDIS_STATUS_SUCCESS)
		Status = RegisterDma(Adapter);
	if (Status == NDIS_STATUS_SUCCESS)
		Status = ToeAdminAllocate(Adapter);
	if (Status == NDIS_STATUS_SUCCESS)
		Status = ToeInterruptRegister(Adapter);
	if (Status == NDIS_STATUS_SUCCESS)
		Status = ToeDataAllocate(Adapter);
	return Status;
}

NDIS_STATUS NTAPI ToeInitialize(NDIS_HANDLE NdisMiniportHandle, NDIS_HANDLE MiniportDriverContext,
                                PNDIS_MINIPORT_INIT_PARAMETERS MiniportInitParameters)
{
	TOE_ADAPTER *Adapter;
	NDIS_STATUS Status;

	UNREFERENCED_PARAMETER(MiniportDriverContext);
	Adapter = Allocate(NdisMiniportHandle);
	if (Adapter == NULL)
		return NDIS_STATUS_RESOURCES;
	Status = ToeAttributesRegistration(Adapter);
	if (Status == NDIS_STATUS_SUCCESS)
		Status = Prepare(Adapter, MiniportInitParameters);
	if (Status == NDIS_STATUS_SUCCESS)
		Status = ToeAttributesGeneral(Adapter);
	if (Status == NDIS_STATUS_SUCCESS)
		Status = ToeAttributesOffload(Adapter);
	if (Status == NDIS_STATUS_SUCCESS)
		Status = ToeChimneyOpen(Adapter);
	if (Status == NDIS_STATUS_SUCCESS)
		Status = Configure(Adapter);
	if (Status != NDIS_STATUS_SUCCESS) {
		DbgPrintEx(DPFLTR_IHVNETWORK_ID, DPFLTR_ERROR_LEVEL, "toe: initialization failed: 0x%08lx\n", Status);
		NdisWriteErrorLogEntry(NdisMiniportHandle, NDIS_ERROR_CODE_DRIVER_FAILURE, 1, (ULONG)Status);
		Release(Adapter);
		return Status;
	}
	Adapter->Initializing = FALSE;
	Adapter->RunState = ToePaused;
	DbgPrintEx(DPFLTR_IHVNETWORK_ID, DPFLTR_INFO_LEVEL, "toe: NDIS %u.%02u, %s, capacity %lu connections\n",
	           ToeDriver.Version->Version / 100, ToeDriver.Version->Version % 100,
	           Adapter->InterruptType == NDIS_CONNECT_MESSAGE_BASED ? "MSI-X" : "line interrupt", Adapter->Caps.Capacity);
	return NDIS_STATUS_SUCCESS;
}

VOID NTAPI ToeHalt(NDIS_HANDLE MiniportAdapterContext, NDIS_HALT_ACTION HaltAction)
{
	TOE_ADAPTER *Adapter = MiniportAdapterContext;

	if (HaltAction == NdisHaltDeviceSurpriseRemoved)
		Adapter->Removed = TRUE;
	Adapter->RunState = ToeHalted;
	Release(Adapter);
}

/* The system goes down, perhaps by a bug check at high IRQL: the card stops touching memory, nothing else. No NDIS function is called. */
VOID NTAPI ToeShutdown(NDIS_HANDLE MiniportAdapterContext, NDIS_SHUTDOWN_ACTION ShutdownAction)
{
	TOE_ADAPTER *Adapter = MiniportAdapterContext;

	UNREFERENCED_PARAMETER(ShutdownAction);
	Adapter->Shutdown = TRUE;
	if (!Adapter->Removed)
		ToeWrite(Adapter, TOE_CONTROL, TOE_CONTROL_RESET);
}

VOID NTAPI ToeDevicePnpEvent(NDIS_HANDLE MiniportAdapterContext, PNET_DEVICE_PNP_EVENT NetDevicePnPEvent)
{
	TOE_ADAPTER *Adapter = MiniportAdapterContext;

	if (NetDevicePnPEvent->DevicePnPEvent != NdisDevicePnPEventSurpriseRemoved)
		return;
	/* The registers are gone. Requests in hand end now, and those that still come are answered so at once. */
	Adapter->Removed = TRUE;
	ToeAdminStop(Adapter);
	ToeChangeAbort(Adapter, NULL, NDIS_STATUS_NOT_ACCEPTED);
	ToeStatisticsAbort(Adapter, NULL, NDIS_STATUS_NOT_ACCEPTED);
	ToeConnectionLost(Adapter);
	ToeDataStop(Adapter);
	ToeDataFlush(Adapter, NDIS_STATUS_FAILURE);
	ToeDataRelease(Adapter);
}
