/*
 * Control devices: NdisRegisterDeviceEx makes a named device of the driver with a dispatch table of its own. The driver object's
 * MajorFunction entries are NDIS's (driver.c), which asks ndis_device_dispatch() whether an IRP is for one of these.
 *
 * The name and its symbolic link live in the object manager's name space; nt_io_send() reaches them from outside.
 * learn.microsoft.com/.../ddi/ndis/nf-ndis-ndisregisterdeviceex, network/registering-and-deregistering-device-objects
 */
#include "ndis/io.h"
#include <string.h>

struct control {
	struct io_object obj;
	DEVICE_OBJECT *device;
	WCHAR link[160];
	UNICODE_STRING link_u;
	PDRIVER_DISPATCH major[IRP_MJ_MAXIMUM_FUNCTION + 1];
};
#define CONTROL_MAGIC 0x44636e46u
struct extension { /* in front of what the driver asked for */
	uint32_t magic;
	struct control *control;
} __attribute__((aligned(16)));

static struct extension *extension_of(const DEVICE_OBJECT *d)
{
	struct extension *x = d ? d->DeviceExtension : NULL;
	return x && nt_phys(x) && x->magic == CONTROL_MAGIC ? x : NULL;
}

static void control_drop(struct io_object *o)
{
	struct control *c = base_container_of(o, struct control, obj);
	if (c->link_u.Length)
		IoDeleteSymbolicLink(&c->link_u);
	extension_of(c->device)->magic = NDIS_MAGIC_DEAD;
	IoDeleteDevice(c->device);
	io_object_remove(o);
	nt_pool_free(c);
}

static DRIVER_OBJECT *driver_object_of(NDIS_HANDLE h)
{
	switch (ndis_handle_kind(h)) {
	case NDIS_MAGIC_DRIVER:
		return ((struct ndis_driver *)h)->object;
	case NDIS_MAGIC_ADAPTER:
		return ((struct ndis_adapter *)h)->driver->object;
	default:
		return NULL;
	}
}

NDIS_STATUS NTAPI NdisRegisterDeviceEx(NDIS_HANDLE NdisHandle, PNDIS_DEVICE_OBJECT_ATTRIBUTES p, PDEVICE_OBJECT *pDeviceObject,
                                       PNDIS_HANDLE NdisDeviceHandle)
{
	DRIVER_OBJECT *driver = driver_object_of(NdisHandle);
	*pDeviceObject = NULL;
	*NdisDeviceHandle = NULL;
	if (p->Header.Type != NDIS_OBJECT_TYPE_DEVICE_OBJECT_ATTRIBUTES || p->Header.Revision < 1 ||
	    p->Header.Size < NDIS_SIZEOF_DEVICE_OBJECT_ATTRIBUTES_REVISION_1 || !p->DeviceName || !p->MajorFunctions ||
	    (p->SymbolicName && p->SymbolicName->Length > sizeof(((struct control *)0)->link))) {
		ndis_finding(io_adapter_of_any(NdisHandle), "device",
		             "NdisRegisterDeviceEx: Header has Type 0x%02x Revision %u Size %u, DeviceName %s, MajorFunctions %s",
		             p->Header.Type, p->Header.Revision, p->Header.Size, p->DeviceName ? "given" : "missing",
		             p->MajorFunctions ? "given" : "missing");
		return NDIS_STATUS_NOT_SUPPORTED;
	}
	if (!driver) {
		ndis_finding(NULL, "handle", "NdisRegisterDeviceEx: %p is no handle of a miniport driver", NdisHandle);
		return NDIS_STATUS_NOT_SUPPORTED;
	}
	struct control *c = nt_pool_alloc(sizeof(*c), IO_TAG('N', 'D', 'd', 'v'));
	DEVICE_OBJECT *device = NULL;
	NTSTATUS status = STATUS_INSUFFICIENT_RESOURCES;
	if (!c)
		goto fail;
	status = IoCreateDevice(driver, (ULONG)sizeof(struct extension) + p->ExtensionSize, p->DeviceName, FILE_DEVICE_NETWORK,
	                        FILE_DEVICE_SECURE_OPEN, FALSE, &device);
	if (status != STATUS_SUCCESS)
		goto fail;
	if (p->SymbolicName && p->SymbolicName->Length) {
		memcpy(c->link, p->SymbolicName->Buffer, p->SymbolicName->Length);
		c->link_u = (UNICODE_STRING){.Buffer = c->link, .Length = p->SymbolicName->Length, .MaximumLength = sizeof(c->link)};
		status = IoCreateSymbolicLink(&c->link_u, p->DeviceName);
		if (status != STATUS_SUCCESS)
			goto fail;
	}
	memcpy(c->major, p->MajorFunctions, sizeof(c->major));
	*(struct extension *)device->DeviceExtension = (struct extension){.magic = CONTROL_MAGIC, .control = c};
	c->device = device;
	io_object_add(&c->obj, NDIS_OBJ_DEVICE, NdisHandle, control_drop);
	device->Flags &= ~(ULONG)DO_DEVICE_INITIALIZING;
	*pDeviceObject = device;
	*NdisDeviceHandle = c;
	return NDIS_STATUS_SUCCESS;
fail:
	if (device)
		IoDeleteDevice(device);
	nt_pool_free(c);
	return status;
}

void NTAPI NdisDeregisterDeviceEx(NDIS_HANDLE NdisDeviceHandle)
{
	struct control *c = io_object_of(NdisDeviceHandle, NDIS_OBJ_DEVICE, "NdisDeregisterDeviceEx");
	if (c)
		control_drop(&c->obj);
}

PVOID NTAPI NdisGetDeviceReservedExtension(PDEVICE_OBJECT DeviceObject)
{
	struct extension *x = extension_of(DeviceObject);
	return x ? x + 1 : NULL;
}

bool ndis_device_dispatch(DEVICE_OBJECT *device, IRP *irp, NTSTATUS *status)
{
	struct extension *x = extension_of(device);
	if (!x)
		return false;
	const UCHAR major = IoGetCurrentIrpStackLocation(irp)->MajorFunction;
	PDRIVER_DISPATCH fn = major <= IRP_MJ_MAXIMUM_FUNCTION ? x->control->major[major] : NULL;
	if (fn) {
		*status = NDIS_CALLBACK(0xff, "DispatchRoutine", 0, fn, device, irp);
		return true;
	}
	/* CREATE, CLEANUP and CLOSE succeed when the driver has nothing to say about them. */
	*status = major == IRP_MJ_CREATE || major == IRP_MJ_CLEANUP || major == IRP_MJ_CLOSE ? STATUS_SUCCESS : STATUS_NOT_SUPPORTED;
	irp->IoStatus.Status = *status;
	irp->IoStatus.Information = 0;
	IoCompleteRequest(irp, IO_NO_INCREMENT);
	return true;
}
