/*
 * Power. Pages: wdm PoRequestPowerIrp, PoCallDriver, PoSetPowerState, PoRegisterPowerSettingCallback. The system is always in S0 on mains
 * power; devices change state when their policy owner or `nt_power_irp` asks. Serialization of power IRPs ended with Windows Vista, so
 * PoStartNextPowerIrp has nothing to do.
 */
#include "nt/pnp.h"
#include <stdio.h>
#include <string.h>

NTSTATUS NTAPI PoCallDriver(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
	return IofCallDriver(DeviceObject, Irp);
}
VOID NTAPI PoStartNextPowerIrp(PIRP Irp)
{
}

/* The state a device told us last is kept in its own part of the device object: low byte device state. */
POWER_STATE NTAPI PoSetPowerState(PDEVICE_OBJECT DeviceObject, POWER_STATE_TYPE Type, POWER_STATE State)
{
	POWER_STATE old = {.DeviceState = PowerDeviceD0};
	ULONG *flags = &DeviceObject->DeviceObjectExtension->PowerFlags;
	if (Type == SystemPowerState)
		return (POWER_STATE){.SystemState = PowerSystemWorking};
	if (*flags & 0xf)
		old.DeviceState = (DEVICE_POWER_STATE)(*flags & 0xf);
	*flags = (*flags & ~0xfu) | ((ULONG)State.DeviceState & 0xf);
	return old;
}

NTSTATUS nt_power_irp(struct nt_devnode *n, UCHAR minor, DEVICE_POWER_STATE state)
{
	IO_STACK_LOCATION s = {.MajorFunction = IRP_MJ_POWER, .MinorFunction = minor};
	s.Parameters.Power.Type = DevicePowerState;
	s.Parameters.Power.State.DeviceState = state;
	s.Parameters.Power.ShutdownType = PowerActionNone;
	return nt_irp_call(n->pdo, &s, STATUS_NOT_SUPPORTED, NULL);
}

struct request {
	PREQUEST_POWER_COMPLETE fn;
	PVOID context;
	DEVICE_OBJECT *device, *top;
	UCHAR minor;
	POWER_STATE state;
};
static NTSTATUS NTAPI request_done(PDEVICE_OBJECT DeviceObject, PIRP Irp, PVOID Context)
{
	struct request r = *(struct request *)Context;
	IO_STATUS_BLOCK iosb = Irp->IoStatus;
	nt_pool_free(Context);
	if (r.fn) {
		nt_callback_begin("RequestPowerComplete", 0);
		((REQUEST_POWER_COMPLETE *)r.fn)(r.device, r.minor, r.state, r.context, &iosb);
		nt_callback_end();
	}
	IoFreeIrp(Irp);
	ObfDereferenceObject(r.top);
	return STATUS_MORE_PROCESSING_REQUIRED;
}

NTSTATUS NTAPI PoRequestPowerIrp(PDEVICE_OBJECT DeviceObject, UCHAR MinorFunction, POWER_STATE PowerState,
                                 PREQUEST_POWER_COMPLETE CompletionFunction, PVOID Context, PIRP *Irp)
{
	if (MinorFunction != IRP_MN_SET_POWER && MinorFunction != IRP_MN_QUERY_POWER && MinorFunction != IRP_MN_WAIT_WAKE)
		return STATUS_INVALID_PARAMETER_2;
	struct request *r = nt_pool_alloc(sizeof *r, 0x65776f50u /* "Powe" */);
	PDEVICE_OBJECT top = IoGetAttachedDeviceReference(DeviceObject);
	PIRP irp = r ? IoAllocateIrp((CCHAR)(top->StackSize + 1), FALSE) : NULL;
	if (!irp) {
		nt_pool_free(r);
		ObfDereferenceObject(top);
		return STATUS_INSUFFICIENT_RESOURCES;
	}
	*r = (struct request){CompletionFunction, Context, DeviceObject, top, MinorFunction, PowerState};
	irp->IoStatus.Status = STATUS_NOT_SUPPORTED;
	PIO_STACK_LOCATION s = IoGetNextIrpStackLocation(irp);
	s->MajorFunction = IRP_MJ_POWER;
	s->MinorFunction = MinorFunction;
	if (MinorFunction == IRP_MN_WAIT_WAKE) {
		s->Parameters.WaitWake.PowerState = PowerState.SystemState;
	} else {
		s->Parameters.Power.Type = DevicePowerState;
		s->Parameters.Power.State = PowerState;
	}
	IoSetCompletionRoutine(irp, request_done, r, TRUE, TRUE, TRUE);
	if (Irp)
		*Irp = irp;
	IofCallDriver(top, irp);
	return STATUS_PENDING;
}

/* ---- power settings: registered, called at once with the one value that never changes here, where the setting is known */
static const struct {
	GUID guid;
	ULONG value;
} settings[] = {
        {{0x5d3e9a59, 0xe9d5, 0x4b00, {0xa6, 0xbd, 0xff, 0x34, 0xff, 0x51, 0x65, 0x48}}, 0}, /* GUID_ACDC_POWER_SOURCE: AC */
        {{0x6fe69556, 0x704a, 0x47a0, {0x8f, 0x24, 0xc2, 0x8d, 0x93, 0x6f, 0xda, 0x47}}, 1}, /* GUID_CONSOLE_DISPLAY_STATE: on */
        {{0x98a7f580, 0x01f7, 0x48aa, {0x9c, 0x0f, 0x44, 0x35, 0x2c, 0x29, 0xe5, 0xc0}}, 0}, /* GUID_SYSTEM_AWAYMODE: not */
};
NTSTATUS NTAPI PoRegisterPowerSettingCallback(PDEVICE_OBJECT DeviceObject, LPCGUID SettingGuid, PPOWER_SETTING_CALLBACK Callback,
                                              PVOID Context, PVOID *Handle)
{
	void *h = nt_pool_alloc_for(nt_caller(), NonPagedPool, 16, 0x74657350u /* "Pset" */, true);
	if (!h)
		return STATUS_INSUFFICIENT_RESOURCES;
	*Handle = h;
	for (unsigned i = 0; i < ARRAY_LEN(settings); i++)
		if (!memcmp(&settings[i].guid, SettingGuid, sizeof(GUID))) {
			ULONG v = settings[i].value;
			nt_callback_begin("PowerSettingCallback", 0);
			((POWER_SETTING_CALLBACK *)Callback)(SettingGuid, &v, sizeof v, Context);
			nt_callback_end();
			return STATUS_SUCCESS;
		}
	nt_logf("power", "PoRegisterPowerSettingCallback: setting {%08x-%04x-%04x-...} has no value here and never changes",
	        (unsigned)SettingGuid->Data1, SettingGuid->Data2, SettingGuid->Data3);
	return STATUS_SUCCESS;
}
NTSTATUS NTAPI PoUnregisterPowerSettingCallback(PVOID Handle)
{
	ExFreePool(Handle);
	return STATUS_SUCCESS;
}

/* ---- requests to stay awake: always granted, the system never sleeps */
PVOID NTAPI PoRegisterSystemState(PVOID StateHandle, EXECUTION_STATE Flags)
{
	return StateHandle ? StateHandle : nt_pool_alloc_for(nt_caller(), NonPagedPool, 16, 0x74617453u /* "Stat" */, true);
}
VOID NTAPI PoUnregisterSystemState(PVOID StateHandle)
{
	ExFreePool(StateHandle);
}
VOID NTAPI PoSetSystemState(EXECUTION_STATE Flags)
{
}
NTSTATUS NTAPI PoCreatePowerRequest(PVOID *PowerRequest, PDEVICE_OBJECT DeviceObject, PCOUNTED_REASON_CONTEXT Context)
{
	*PowerRequest = nt_pool_alloc_for(nt_caller(), NonPagedPool, 16, 0x71655250u /* "PReq" */, true);
	return *PowerRequest ? STATUS_SUCCESS : STATUS_INSUFFICIENT_RESOURCES;
}
NTSTATUS NTAPI PoSetPowerRequest(PVOID PowerRequest, POWER_REQUEST_TYPE Type)
{
	return STATUS_SUCCESS;
}
NTSTATUS NTAPI PoClearPowerRequest(PVOID PowerRequest, POWER_REQUEST_TYPE Type)
{
	return STATUS_SUCCESS;
}
VOID NTAPI PoDeletePowerRequest(PVOID PowerRequest)
{
	ExFreePool(PowerRequest);
}
BOOLEAN NTAPI PoGetSystemWake(PIRP Irp)
{
	return FALSE;
}
VOID NTAPI PoSetSystemWake(PIRP Irp)
{
}
/* Idle detection by time: the page allows NULL, "not available". */
PULONG NTAPI PoRegisterDeviceForIdleDetection(PDEVICE_OBJECT DeviceObject, ULONG ConservationIdleTime, ULONG PerformanceIdleTime,
                                              DEVICE_POWER_STATE State)
{
	return NULL;
}
VOID NTAPI PoSetDeviceBusyEx(PULONG IdlePointer)
{
}
VOID NTAPI PoStartDeviceBusy(PULONG IdlePointer)
{
}
VOID NTAPI PoEndDeviceBusy(PULONG IdlePointer)
{
}
