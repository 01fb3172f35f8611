/*
 * DriverEntry: which NDIS is running decides which version we register, and that decides every structure revision afterwards
 * (initializing-a-miniport-driver; specifying-ndis-version-information; version-information-requirements-for-ndis-drivers).
 */
#include "toe.h"

TOE_DRIVER ToeDriver;
DRIVER_INITIALIZE DriverEntry;

/* Newest first. The sizes are those of the revision, not sizeof. */
static const TOE_VERSION Versions[] = {
        {684, NDIS_OFFLOAD_REVISION_6, NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_6, NDIS_OFFLOAD_PARAMETERS_REVISION_5,
         NDIS_SIZEOF_OFFLOAD_PARAMETERS_REVISION_5},
        {683, NDIS_OFFLOAD_REVISION_6, NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_6, NDIS_OFFLOAD_PARAMETERS_REVISION_5,
         NDIS_SIZEOF_OFFLOAD_PARAMETERS_REVISION_5},
        {682, NDIS_OFFLOAD_REVISION_5, NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_5, NDIS_OFFLOAD_PARAMETERS_REVISION_4,
         NDIS_SIZEOF_OFFLOAD_PARAMETERS_REVISION_4},
        {681, NDIS_OFFLOAD_REVISION_5, NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_5, NDIS_OFFLOAD_PARAMETERS_REVISION_4,
         NDIS_SIZEOF_OFFLOAD_PARAMETERS_REVISION_4},
        {680, NDIS_OFFLOAD_REVISION_5, NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_5, NDIS_OFFLOAD_PARAMETERS_REVISION_4,
         NDIS_SIZEOF_OFFLOAD_PARAMETERS_REVISION_4},
        {670, NDIS_OFFLOAD_REVISION_5, NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_5, NDIS_OFFLOAD_PARAMETERS_REVISION_4,
         NDIS_SIZEOF_OFFLOAD_PARAMETERS_REVISION_4},
        {660, NDIS_OFFLOAD_REVISION_4, NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_4, NDIS_OFFLOAD_PARAMETERS_REVISION_4,
         NDIS_SIZEOF_OFFLOAD_PARAMETERS_REVISION_4},
        {651, NDIS_OFFLOAD_REVISION_4, NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_4, NDIS_OFFLOAD_PARAMETERS_REVISION_4,
         NDIS_SIZEOF_OFFLOAD_PARAMETERS_REVISION_4},
        {650, NDIS_OFFLOAD_REVISION_4, NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_4, NDIS_OFFLOAD_PARAMETERS_REVISION_4,
         NDIS_SIZEOF_OFFLOAD_PARAMETERS_REVISION_4},
        {640, NDIS_OFFLOAD_REVISION_3, NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_3, NDIS_OFFLOAD_PARAMETERS_REVISION_3,
         NDIS_SIZEOF_OFFLOAD_PARAMETERS_REVISION_3},
        {630, NDIS_OFFLOAD_REVISION_3, NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_3, NDIS_OFFLOAD_PARAMETERS_REVISION_3,
         NDIS_SIZEOF_OFFLOAD_PARAMETERS_REVISION_3},
};

/* The highest version both NDIS and we know. NdisGetVersion: major in the high word, minor in the low one. */
static const TOE_VERSION *ChooseVersion(VOID)
{
	const UINT Running = NdisGetVersion();
	const ULONG Offered = (Running >> 16) * 100 + (Running & 0xffff);
	ULONG i;

	for (i = 0; i < RTL_NUMBER_OF(Versions); i++)
		if (Versions[i].Version <= Offered)
			return &Versions[i];
	return NULL;
}

static NDIS_STATUS NTAPI ToeSetOptions(NDIS_HANDLE NdisDriverHandle, NDIS_HANDLE DriverContext)
{
	NDIS_STATUS Status;

	UNREFERENCED_PARAMETER(DriverContext);
	Status = ToePnpRegister(NdisDriverHandle);
	if (Status != NDIS_STATUS_SUCCESS)
		return Status;
	/* Without the chimney handlers NDIS blocks connection offload; everything else goes on working, so their refusal is no reason to
	 * fail. attributes.c then reports no connection offload. */
	ToeDriver.Chimney = ToeChimneyRegister(NdisDriverHandle) == NDIS_STATUS_SUCCESS;
	return NDIS_STATUS_SUCCESS;
}

static VOID NTAPI ToeUnload(PDRIVER_OBJECT DriverObject)
{
	UNREFERENCED_PARAMETER(DriverObject);
	NdisMDeregisterMiniportDriver(ToeDriver.Handle);
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
	NDIS_MINIPORT_DRIVER_CHARACTERISTICS Miniport;

	ToeDriver.Version = ChooseVersion();
	if (ToeDriver.Version == NULL) {
		DbgPrintEx(DPFLTR_IHVNETWORK_ID, DPFLTR_ERROR_LEVEL, "toe: NDIS 6.30 or newer is needed\n");
		return NDIS_STATUS_BAD_VERSION;
	}
	NdisZeroMemory(&Miniport, sizeof(Miniport));
	Miniport.Header.Type = NDIS_OBJECT_TYPE_MINIPORT_DRIVER_CHARACTERISTICS;
	if (ToeDriver.Version->Version >= 680) {
		Miniport.Header.Revision = NDIS_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_3;
		Miniport.Header.Size = NDIS_SIZEOF_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_3;
	} else {
		Miniport.Header.Revision = NDIS_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_2;
		Miniport.Header.Size = NDIS_SIZEOF_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_2;
	}
	Miniport.MajorNdisVersion = (UCHAR)(ToeDriver.Version->Version / 100);
	Miniport.MinorNdisVersion = (UCHAR)(ToeDriver.Version->Version % 100);
	Miniport.MajorDriverVersion = TOE_DRIVER_MAJOR;
	Miniport.MinorDriverVersion = TOE_DRIVER_MINOR;
	Miniport.SetOptionsHandler = ToeSetOptions;
	Miniport.InitializeHandlerEx = ToeInitialize;
	Miniport.HaltHandlerEx = ToeHalt;
	Miniport.UnloadHandler = ToeUnload;
	Miniport.PauseHandler = ToePause;
	Miniport.RestartHandler = ToeRestart;
	Miniport.OidRequestHandler = ToeOidRequest;
	Miniport.CancelOidRequestHandler = ToeCancelOidRequest;
	Miniport.SendNetBufferListsHandler = ToeSendNetBufferLists;
	Miniport.ReturnNetBufferListsHandler = ToeReturnNetBufferLists;
	Miniport.CancelSendHandler = ToeCancelSend;
	/* No check for hang: the driver watches its own firmware (admin.c), and NDIS 6.83 advises against it. */
	Miniport.ResetHandlerEx = ToeReset;
	Miniport.DevicePnPEventNotifyHandler = ToeDevicePnpEvent;
	Miniport.ShutdownHandlerEx = ToeShutdown;
	return NdisMRegisterMiniportDriver(DriverObject, RegistryPath, NULL, &Miniport, &ToeDriver.Handle);
}
