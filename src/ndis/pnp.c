/*
 * pnp: NDIS as the function driver of a network adapter: AddDevice, PnP and power IRPs, the functional device object.
 *
 *   AddDevice               FDO "\Device\{NetCfgInstanceId}", attached; MiniportAddDevice
 *   FILTER_RESOURCE_...     down first, then MiniportFilterResourceRequirements (MSI-X messages, affinities)
 *   START_DEVICE            down first, then MiniportStartDevice, then MiniportInitializeEx with the translated resources
 *   QUERY_REMOVE, REMOVE    bindings paused, miniport paused, unbound, halted; MiniportRemoveDevice; FDO gone
 *   SURPRISE_REMOVAL        MiniportDevicePnPEventNotify, then as for remove with NdisHaltDeviceSurpriseRemoved; REMOVE_DEVICE follows
 *   SET_POWER (device)      pause and OID_PNP_SET_POWER, or halt where the driver reports no power management; the reverse on the way up
 * Documentation: nc-ndis-miniport_add_device, nc-ndis-miniport_pnp_irp, nc-ndis-miniport_device_pnp_event_notify,
 * handling-a-surprise-removal, halting-a-miniport-adapter, nf-ndis-ndismgetdeviceproperty.
 */
#include "ndis/ndis_internal.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NDIS_TAG_NAME 0x6e49444eu /* NDIn */

struct fdo_extension {
	uint32_t magic;
	struct ndis_adapter *adapter;
};

static struct ndis_adapter *adapter_of_fdo(DEVICE_OBJECT *device)
{
	struct fdo_extension *x = device->DeviceExtension;
	KIRQL old;
	struct ndis_adapter *found = NULL;

	KeAcquireSpinLock(&ndis.lock, &old);
	list_each(l, &ndis.adapters)
	{
		struct ndis_adapter *a = base_container_of(l, struct ndis_adapter, all_link);

		if (a->fdo == device && x && x->magic == NDIS_MAGIC_ADAPTER)
			found = a;
	}
	KeReleaseSpinLock(&ndis.lock, old);
	return found;
}

struct ndis_adapter *ndis_adapter_of(struct nt_devnode *n)
{
	struct ndis_adapter *found = NULL;
	KIRQL old;

	KeAcquireSpinLock(&ndis.lock, &old);
	list_each(l, &ndis.adapters)
	{
		struct ndis_adapter *a = base_container_of(l, struct ndis_adapter, all_link);

		if (a->devnode == n)
			found = a;
	}
	KeReleaseSpinLock(&ndis.lock, old);
	return found;
}

static IO_STACK_LOCATION *stack_of(IRP *irp)
{
	return irp->Tail.Overlay.CurrentStackLocation;
}

static NTSTATUS complete(IRP *irp, NTSTATUS status)
{
	irp->IoStatus.Status = status;
	IofCompleteRequest(irp, IO_NO_INCREMENT);
	return status;
}

static NTSTATUS pass_down(struct ndis_adapter *a, IRP *irp)
{
	irp->CurrentLocation++; /* IoSkipCurrentIrpStackLocation */
	irp->Tail.Overlay.CurrentStackLocation++;
	return IofCallDriver(a->next, irp);
}

/* Lower drivers first; the IRP is ours again afterwards. */
static NTSTATUS lower_first(struct ndis_adapter *a, IRP *irp)
{
	if (!IoForwardIrpSynchronously(a->next, irp))
		return STATUS_UNSUCCESSFUL;
	return irp->IoStatus.Status;
}

/* ---- identity */
static void read_text(const char *key, const char *name, char *out, size_t max)
{
	WCHAR text[128];
	uint32_t type = 0;
	long n = nt_reg_get(key, name, &type, text, sizeof(text));

	out[0] = 0;
	if (n <= 0 || n > (long)sizeof(text) || type != REG_SZ)
		return;
	size_t chars = (size_t)n / sizeof(WCHAR);
	while (chars && !text[chars - 1])
		chars--;
	nt_utf8_of(text, chars, out, max);
}

/* The class installer gives every adapter a GUID; where nobody did, one is made of the instance and written back. */
static void identity(struct ndis_adapter *a)
{
	const struct nt_pnp_id *id = nt_devnode_id(a->devnode);
	char guid[sizeof(a->guid)], path[64];
	uint32_t hash = 2166136261u;

	snprintf(a->key, sizeof(a->key), "%s", id->driver_key);
	read_text(a->key, "NetCfgInstanceId", guid, sizeof(guid));
	if (!guid[0]) {
		for (const char *c = a->key; *c; c++)
			hash = (hash ^ (uint8_t)*c) * 16777619u;
		for (const char *c = id->instance_id; *c; c++)
			hash = (hash ^ (uint8_t)*c) * 16777619u;
		snprintf(guid, sizeof(guid), "{%08X-F1E0-4D36-972E-%012X}", hash, a->if_index);
		nt_reg_set_sz(a->key, "NetCfgInstanceId", guid);
	}
	snprintf(a->guid, sizeof(a->guid), "%s", guid);
	read_text(a->key, "DriverDesc", a->instance_name, sizeof(a->instance_name));
	if (!a->instance_name[0])
		snprintf(a->instance_name, sizeof(a->instance_name), "%s", id->description[0] ? id->description : id->device_id);
	snprintf(path, sizeof(path), "\\Device\\%s", a->guid);
	a->device_name_u.Buffer = a->device_name;
	a->device_name_u.Length = nt_utf16_of(path, a->device_name, ARRAY_LEN(a->device_name)) * sizeof(WCHAR);
	a->device_name_u.MaximumLength = sizeof(a->device_name);
}

NDIS_STATUS ndis_instance_name(const struct ndis_adapter *a, NDIS_STRING *out)
{
	WCHAR text[ARRAY_LEN(a->instance_name)];
	size_t n = nt_utf16_of(a->instance_name, text, ARRAY_LEN(text));
	void *copy = ExAllocatePoolWithTag(NonPagedPoolNx, (n + 1) * sizeof(WCHAR), NDIS_TAG_NAME);

	if (!copy)
		return NDIS_STATUS_RESOURCES;
	memcpy(copy, text, n * sizeof(WCHAR));
	((WCHAR *)copy)[n] = 0;
	out->Buffer = copy;
	out->Length = n * sizeof(WCHAR);
	out->MaximumLength = (n + 1) * sizeof(WCHAR);
	return NDIS_STATUS_SUCCESS;
}

/* ---- AddDevice */
static struct ndis_adapter *adapter_make(struct ndis_driver *d, DEVICE_OBJECT *pdo)
{
	struct ndis_adapter *a = calloc(1, sizeof(*a));
	KIRQL old;

	if (!a)
		return NULL;
	a->magic = NDIS_MAGIC_ADAPTER;
	a->driver = d;
	a->pdo = pdo;
	a->devnode = nt_devnode_of_pdo(pdo);
	a->nic = nt_devnode_id(a->devnode)->nic;
	a->trace_nic = a->nic == NT_NO_NIC ? 0 : (uint8_t)a->nic;
	a->state = NDIS_HALTED;
	KeInitializeSpinLock(&a->lock);
	KeInitializeSpinLock(&a->store_lock);
	list_init(&a->bindings);
	ndis_oid_init(a);
	KeInitializeEvent(&a->pause_done, NotificationEvent, FALSE);
	KeInitializeEvent(&a->restart_done, NotificationEvent, FALSE);
	KeInitializeEvent(&a->reset_done, NotificationEvent, FALSE);
	KeAcquireSpinLock(&ndis.lock, &old);
	a->if_index = ndis.next_if_index++;
	list_add(&ndis.adapters, &a->all_link);
	list_add(&d->adapters, &a->link);
	KeReleaseSpinLock(&ndis.lock, old);
	identity(a);
	a->luid.Info.IfType = 6; /* IF_TYPE_ETHERNET_CSMACD until general attributes say otherwise */
	a->luid.Info.NetLuidIndex = a->if_index;
	ndis_publish_attach(a);
	ndis_io_adapter_added(a);
	return a;
}

static void adapter_free(struct ndis_adapter *a)
{
	KIRQL old;

	ndis_hang_timer_stop(a); /* an adapter that was shut down, or saw a bug check, is not halted */
	ndis_oid_watch_stop(a);
	ndis_oid_drain(a);
	KeAcquireSpinLock(&ndis.lock, &old);
	list_del(&a->all_link);
	list_del(&a->link);
	KeReleaseSpinLock(&ndis.lock, old);
	ndis_io_adapter_removed(a);
	ndis_attributes_forget(a);
	ndis_publish_detach(a);
	free(a->resources_raw);
	free(a->resources);
	a->magic = NDIS_MAGIC_DEAD;
	free(a);
}

static NTSTATUS make_fdo(struct ndis_adapter *a)
{
	struct fdo_extension *x;
	NTSTATUS status = IoCreateDevice(a->driver->object, sizeof(*x), &a->device_name_u, FILE_DEVICE_PHYSICAL_NETCARD,
	                                 FILE_DEVICE_SECURE_OPEN, FALSE, &a->fdo);

	if (!NT_SUCCESS(status))
		return status;
	x = a->fdo->DeviceExtension;
	x->magic = NDIS_MAGIC_ADAPTER;
	x->adapter = a;
	a->fdo->Flags |= DO_DIRECT_IO;
	a->next = IoAttachDeviceToDeviceStack(a->fdo, a->pdo);
	if (!a->next) {
		IoDeleteDevice(a->fdo);
		return STATUS_NO_SUCH_DEVICE;
	}
	return STATUS_SUCCESS;
}

static void remove_fdo(struct ndis_adapter *a)
{
	if (a->next)
		IoDetachDevice(a->next);
	IoDeleteDevice(a->fdo);
	a->fdo = a->next = NULL;
}

NTSTATUS NTAPI ndis_add_device(DRIVER_OBJECT *driver, DEVICE_OBJECT *pdo)
{
	struct ndis_driver *d = ndis_driver_of_object(driver);
	NDIS_STATUS status = NDIS_STATUS_SUCCESS;
	struct ndis_adapter *a;

	if (!d || !nt_devnode_of_pdo(pdo))
		return STATUS_NO_SUCH_DEVICE;
	a = adapter_make(d, pdo);
	if (!a)
		return STATUS_INSUFFICIENT_RESOURCES;
	status = make_fdo(a);
	if (!NT_SUCCESS(status)) {
		adapter_free(a);
		return status;
	}
	if (d->has_pnp && d->pnp.MiniportAddDeviceHandler) {
		a->in_add_device = true;
		status = NDIS_CALLBACK(a->trace_nic, "MiniportAddDevice", ndis_limits.pnp, d->pnp.MiniportAddDeviceHandler, (NDIS_HANDLE)a,
		                       d->context);
		a->in_add_device = false;
	}
	if (status != NDIS_STATUS_SUCCESS) {
		ndis_start_failed(a, "MiniportAddDevice", status);
		remove_fdo(a);
		adapter_free(a);
		return STATUS_UNSUCCESSFUL;
	}
	a->added = true;
	a->fdo->Flags &= ~DO_DEVICE_INITIALIZING;
	return STATUS_SUCCESS;
}

/* ---- resources */
static CM_RESOURCE_LIST *copy_resources(const CM_RESOURCE_LIST *l, size_t *bytes)
{
	CM_RESOURCE_LIST *copy;
	size_t n;

	if (!l || !l->Count)
		return NULL;
	n = offsetof(CM_RESOURCE_LIST, List[0].PartialResourceList.PartialDescriptors) +
	    l->List[0].PartialResourceList.Count * sizeof(CM_PARTIAL_RESOURCE_DESCRIPTOR);
	copy = malloc(n);
	if (!copy)
		return NULL;
	memcpy(copy, l, n);
	copy->Count = 1;
	*bytes = n;
	return copy;
}

static void take_resources(struct ndis_adapter *a, const IO_STACK_LOCATION *s)
{
	free(a->resources_raw);
	free(a->resources);
	a->resources_raw = copy_resources(s->Parameters.StartDevice.AllocatedResources, &a->resources_bytes);
	a->resources = copy_resources(s->Parameters.StartDevice.AllocatedResourcesTranslated, &a->resources_bytes);
	a->allocated = a->resources ? &a->resources->List[0].PartialResourceList : NULL;
}

/* ---- IRPs */
static NTSTATUS start_device(struct ndis_adapter *a, IRP *irp)
{
	NTSTATUS status = lower_first(a, irp);
	NDIS_STATUS s;

	if (!NT_SUCCESS(status))
		return complete(irp, status);
	if (a->driver->has_pnp && a->driver->pnp.MiniportStartDeviceHandler) {
		s = NDIS_CALLBACK(a->trace_nic, "MiniportStartDevice", ndis_limits.pnp, a->driver->pnp.MiniportStartDeviceHandler,
		                  a->add_device_context, irp);
		if (s != NDIS_STATUS_SUCCESS) {
			ndis_start_failed(a, "MiniportStartDevice", s);
			a->init_status = s;
			return complete(irp, STATUS_UNSUCCESSFUL);
		}
	}
	take_resources(a, stack_of(irp));
	ndis_pnp_lock();
	a->surprise = a->shut_down = false;
	s = ndis_adapter_initialize(a);
	ndis_pnp_unlock();
	a->started = s == NDIS_STATUS_SUCCESS;
	/* The PnP manager is told an NTSTATUS; NDIS_STATUS failures of our own range are no NTSTATUS anybody could name. */
	return complete(irp, a->started ? STATUS_SUCCESS : (uint32_t)s >> 16 == 0xc001 ? STATUS_UNSUCCESSFUL : s);
}

static NTSTATUS filter_requirements(struct ndis_adapter *a, IRP *irp)
{
	NTSTATUS status = lower_first(a, irp);
	NDIS_STATUS s;

	if (!NT_SUCCESS(status) && status != STATUS_NOT_SUPPORTED)
		return complete(irp, status);
	if (!a->driver->has_pnp || !a->driver->pnp.MiniportFilterResourceRequirementsHandler)
		return complete(irp, status);
	s = NDIS_CALLBACK(a->trace_nic, "MiniportFilterResourceRequirements", ndis_limits.pnp,
	                  a->driver->pnp.MiniportFilterResourceRequirementsHandler, a->add_device_context, irp);
	if (s != NDIS_STATUS_SUCCESS)
		ndis_note(a, "MiniportFilterResourceRequirements", "failed: 0x%08X; the requirements stay as they are", (unsigned)s);
	/* Success whatever the bus said: the list that Information now leads to is the driver's, and the old one may be gone. */
	return complete(irp, s == NDIS_STATUS_SUCCESS ? STATUS_SUCCESS : status);
}

static void notify(struct ndis_adapter *a, NDIS_DEVICE_PNP_EVENT event)
{
	NET_DEVICE_PNP_EVENT e;

	if (!a->driver->chars.DevicePnPEventNotifyHandler || !ndis_state_takes_oids(a->state))
		return;
	memset(&e, 0, sizeof(e));
	e.Header.Type = NDIS_OBJECT_TYPE_DEFAULT;
	e.Header.Revision = NET_DEVICE_PNP_EVENT_REVISION_1;
	e.Header.Size = NDIS_SIZEOF_NET_DEVICE_PNP_EVENT_REVISION_1;
	e.DevicePnPEvent = event;
	NDIS_CALLBACK_VOID(a->trace_nic, "MiniportDevicePnPEventNotify", ndis_limits.pnp, a->driver->chars.DevicePnPEventNotifyHandler,
	                   a->context, &e);
}

static NTSTATUS surprise_removal(struct ndis_adapter *a, IRP *irp)
{
	a->surprise = true;
	notify(a, NdisDevicePnPEventSurpriseRemoved);
	ndis_adapter_down(a, NdisHaltDeviceSurpriseRemoved);
	a->started = false;
	irp->IoStatus.Status = STATUS_SUCCESS;
	return pass_down(a, irp);
}

static NTSTATUS remove_device(struct ndis_adapter *a, IRP *irp)
{
	struct ndis_driver *d = a->driver;
	NTSTATUS status;

	ndis_adapter_down(a, NdisHaltDeviceDisabled);
	if (a->added && d->has_pnp && d->pnp.MiniportRemoveDeviceHandler)
		NDIS_CALLBACK_VOID(a->trace_nic, "MiniportRemoveDevice", ndis_limits.pnp, d->pnp.MiniportRemoveDeviceHandler,
		                   a->add_device_context);
	irp->IoStatus.Status = STATUS_SUCCESS;
	status = pass_down(a, irp);
	remove_fdo(a);
	ndis_oid_drain(a);
	adapter_free(a);
	return status;
}

NTSTATUS NTAPI ndis_dispatch_pnp(DEVICE_OBJECT *device, IRP *irp)
{
	struct ndis_adapter *a = adapter_of_fdo(device);

	if (!a)
		return complete(irp, STATUS_NO_SUCH_DEVICE);
	switch (stack_of(irp)->MinorFunction) {
	case IRP_MN_START_DEVICE:
		return start_device(a, irp);
	case IRP_MN_FILTER_RESOURCE_REQUIREMENTS:
		return filter_requirements(a, irp);
	case IRP_MN_QUERY_REMOVE_DEVICE:
		ndis_bindings_event(a, NetEventQueryRemoveDevice, NULL, 0);
		notify(a, NdisDevicePnPEventQueryRemoved);
		break;
	case IRP_MN_CANCEL_REMOVE_DEVICE:
		ndis_bindings_event(a, NetEventCancelRemoveDevice, NULL, 0);
		break;
	case IRP_MN_SURPRISE_REMOVAL:
		return surprise_removal(a, irp);
	case IRP_MN_REMOVE_DEVICE:
		return remove_device(a, irp);
	case IRP_MN_QUERY_STOP_DEVICE:
	case IRP_MN_CANCEL_STOP_DEVICE:
		break;
	case IRP_MN_STOP_DEVICE:
		ndis_adapter_down(a, NdisHaltDeviceStopped);
		a->started = false;
		break;
	default:
		return pass_down(a, irp);
	}
	irp->IoStatus.Status = STATUS_SUCCESS;
	return pass_down(a, irp);
}

/* ---- power */
static bool stays_initialized(const struct ndis_adapter *a)
{
	return a->general.PowerManagementCapabilities || a->general.PowerManagementCapabilitiesEx ||
	       (a->attribute_flags & NDIS_MINIPORT_ATTRIBUTES_NO_HALT_ON_SUSPEND);
}

static void power_down(struct ndis_adapter *a, DEVICE_POWER_STATE to)
{
	NDIS_DEVICE_POWER_STATE state = to == PowerDeviceD1   ? NdisDeviceStateD1
	                                : to == PowerDeviceD2 ? NdisDeviceStateD2
	                                                      : NdisDeviceStateD3;

	ndis_pnp_lock();
	if (a->low_power || !ndis_state_takes_oids(a->state))
		goto out;
	ndis_bindings_event(a, NetEventSetPower, &state, sizeof(state));
	if (!stays_initialized(a)) {
		ndis_pnp_unlock();
		ndis_adapter_down(a, NdisHaltDevicePoweredDown);
		a->low_power = true;
		return;
	}
	if (a->state == NDIS_RUNNING) {
		ndis_bindings_pause(a, NDIS_PAUSE_LOW_POWER);
		ndis_adapter_do_pause(a, NDIS_PAUSE_LOW_POWER);
	}
	ndis_oid_set(a, OID_PNP_SET_POWER, &state, sizeof(state));
	a->low_power = true;
out:
	ndis_pnp_unlock();
}

static void power_up(struct ndis_adapter *a)
{
	NDIS_DEVICE_POWER_STATE state = NdisDeviceStateD0;
	struct err e = {0};
	bool again = false;

	ndis_pnp_lock();
	if (a->low_power) {
		a->low_power = false;
		if (a->state == NDIS_HALTED) {
			again = ndis_adapter_initialize(a) == NDIS_STATUS_SUCCESS;
		} else {
			ndis_oid_set(a, OID_PNP_SET_POWER, &state, sizeof(state));
			again = true;
		}
	}
	ndis_pnp_unlock();
	if (!again)
		return;
	ndis_adapter_up(a, &e);
	ndis_bindings_event(a, NetEventSetPower, &state, sizeof(state));
}

NTSTATUS NTAPI ndis_dispatch_power(DEVICE_OBJECT *device, IRP *irp)
{
	struct ndis_adapter *a = adapter_of_fdo(device);
	IO_STACK_LOCATION *s = stack_of(irp);
	bool device_state = s->MinorFunction == IRP_MN_SET_POWER && s->Parameters.Power.Type == DevicePowerState;
	NTSTATUS status;

	if (!a)
		return complete(irp, STATUS_NO_SUCH_DEVICE);
	if (!device_state) {
		irp->IoStatus.Status = STATUS_SUCCESS;
		irp->CurrentLocation++;
		irp->Tail.Overlay.CurrentStackLocation++;
		return PoCallDriver(a->next, irp);
	}
	if (s->Parameters.Power.State.DeviceState != PowerDeviceD0) {
		power_down(a, s->Parameters.Power.State.DeviceState);
		irp->IoStatus.Status = STATUS_SUCCESS;
		irp->CurrentLocation++;
		irp->Tail.Overlay.CurrentStackLocation++;
		return PoCallDriver(a->next, irp);
	}
	status = lower_first(a, irp); /* the bus powers the device before the driver touches it */
	power_up(a);
	return complete(irp, status);
}

NTSTATUS NTAPI ndis_dispatch_wmi(DEVICE_OBJECT *device, IRP *irp)
{
	struct ndis_adapter *a = adapter_of_fdo(device);

	return a ? pass_down(a, irp) : complete(irp, STATUS_NOT_SUPPORTED);
}

NTSTATUS NTAPI ndis_dispatch_other(DEVICE_OBJECT *device, IRP *irp)
{
	UCHAR major = stack_of(irp)->MajorFunction;
	NTSTATUS status;

	if (ndis_device_dispatch(device, irp, &status))
		return status;
	/* The adapter's own device may be opened; it answers nothing. */
	return complete(irp, adapter_of_fdo(device) && (major == IRP_MJ_CREATE || major == IRP_MJ_CLOSE || major == IRP_MJ_CLEANUP)
	                             ? STATUS_SUCCESS
	                             : STATUS_INVALID_DEVICE_REQUEST);
}

/* ---- what drivers ask */
VOID NTAPI NdisMGetDeviceProperty(NDIS_HANDLE MiniportAdapterHandle, PDEVICE_OBJECT *PhysicalDeviceObject,
                                  PDEVICE_OBJECT *FunctionalDeviceObject, PDEVICE_OBJECT *NextDeviceObject,
                                  PCM_RESOURCE_LIST *AllocatedResources, PCM_RESOURCE_LIST *AllocatedResourcesTranslated)
{
	struct ndis_adapter *a = ndis_adapter_of_handle(MiniportAdapterHandle, "NdisMGetDeviceProperty");

	if (PhysicalDeviceObject)
		*PhysicalDeviceObject = a ? a->pdo : NULL;
	if (FunctionalDeviceObject)
		*FunctionalDeviceObject = a ? a->fdo : NULL;
	if (NextDeviceObject)
		*NextDeviceObject = a ? a->next : NULL;
	if (AllocatedResources)
		*AllocatedResources = a ? a->resources_raw : NULL;
	if (AllocatedResourcesTranslated)
		*AllocatedResourcesTranslated = a ? a->resources : NULL;
}

NDIS_STATUS NTAPI NdisMQueryAdapterInstanceName(PNDIS_STRING pAdapterInstanceName, NDIS_HANDLE MiniportHandle)
{
	struct ndis_adapter *a = ndis_adapter_of_handle(MiniportHandle, "NdisMQueryAdapterInstanceName");

	if (!a || !pAdapterInstanceName)
		return NDIS_STATUS_INVALID_PARAMETER;
	return ndis_instance_name(a, pAdapterInstanceName);
}

/* The device cannot work any more: the PnP manager will remove it as if it were gone. */
NDIS_STATUS NTAPI NdisMRemoveMiniport(NDIS_HANDLE MiniportHandle)
{
	struct ndis_adapter *a = ndis_adapter_of_handle(MiniportHandle, "NdisMRemoveMiniport");

	if (!a)
		return NDIS_STATUS_INVALID_PARAMETER;
	ndis_finding(a, "failed device", "the driver asks for its removal (NdisMRemoveMiniport): device failed");
	return NDIS_STATUS_SUCCESS;
}

/* ---- interface indexes */
static bool interface_find(NET_IFINDEX index, NET_LUID luid, bool by_index, NET_IFINDEX *found_index, NET_LUID *found_luid)
{
	bool found = false;
	KIRQL old;

	KeAcquireSpinLock(&ndis.lock, &old);
	list_each(l, &ndis.adapters)
	{
		struct ndis_adapter *a = base_container_of(l, struct ndis_adapter, all_link);

		if (by_index ? a->if_index == index : a->luid.Value == luid.Value) {
			*found_index = a->if_index;
			*found_luid = a->luid;
			found = true;
		}
	}
	KeReleaseSpinLock(&ndis.lock, old);
	return found;
}

NDIS_STATUS NTAPI NdisIfGetInterfaceIndexFromNetLuid(NET_LUID NetLuid, PNET_IFINDEX pIfIndex)
{
	NET_LUID luid;

	return interface_find(0, NetLuid, false, pIfIndex, &luid) ? NDIS_STATUS_SUCCESS : NDIS_STATUS_INTERFACE_NOT_FOUND;
}

NDIS_STATUS NTAPI NdisIfGetNetLuidFromInterfaceIndex(NET_IFINDEX ifIndex, PNET_LUID pNetLuid)
{
	NET_IFINDEX index;

	return interface_find(ifIndex, (NET_LUID){0}, true, &index, pNetLuid) ? NDIS_STATUS_SUCCESS : NDIS_STATUS_INTERFACE_NOT_FOUND;
}
