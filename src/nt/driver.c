/*
 * Driver objects and their life: load, DriverEntry, unload with leak checks. Page: wdm DRIVER_OBJECT, DRIVER_INITIALIZE, DRIVER_UNLOAD.
 */
#include "nt/exec.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ENTRY_LIMIT_MS  30000 /* DriverEntry that takes longer hangs the boot */
#define UNLOAD_LIMIT_MS 30000
#define SERVICES        "\\Registry\\Machine\\System\\CurrentControlSet\\Services\\"

/* What DRIVER_OBJECT.DriverSection points to, and more. */
struct driver {
	DRIVER_OBJECT object;
	DRIVER_EXTENSION extension;
	struct image *image;
	char service[128];
	WCHAR name[160], path[300], service_name[130], hardware[64];
	UNICODE_STRING registry_path, hardware_name;
	struct list clients; /* IoAllocateDriverObjectExtension */
	struct list link;
};
struct client {
	struct list link;
	PVOID id;
	uint64_t pad;
	uint8_t data[] __attribute__((aligned(16)));
};
static struct list drivers = {&drivers, &drivers};
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void driver_destroy(void *body)
{
	struct driver *d = body;
	list_each(l, &d->clients) nt_pool_free(base_container_of(l, struct client, link));
}
struct _OBJECT_TYPE nt_ob_driver = {.name = "Driver", .destroy = driver_destroy};

static NTSTATUS NTAPI invalid_request(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
	Irp->IoStatus.Status = STATUS_INVALID_DEVICE_REQUEST;
	Irp->IoStatus.Information = 0;
	IofCompleteRequest(Irp, IO_NO_INCREMENT);
	return STATUS_INVALID_DEVICE_REQUEST;
}
static const struct image_export invalid_request_export = {
        .dll = "ntoskrnl.exe", .name = "IopInvalidDeviceRequest", .address = invalid_request, .max_irql = 2};

static void set_string(UNICODE_STRING *u, WCHAR *buffer, size_t max, const char *text)
{
	*u = nt_ustr(text, buffer, max);
}

DRIVER_OBJECT *nt_driver_new(const char *name, const char *service)
{
	char text[300];
	struct driver *d = nt_ob_create(&nt_ob_driver, sizeof *d);
	if (!d)
		return NULL;
	list_init(&d->clients);
	snprintf(d->service, sizeof d->service, "%s", service);
	d->object.Type = IO_TYPE_DRIVER;
	d->object.Size = sizeof d->object;
	d->object.Flags = DRVO_LEGACY_DRIVER;
	d->object.DriverSection = d;
	d->object.DriverExtension = &d->extension;
	d->extension.DriverObject = &d->object;
	snprintf(text, sizeof text, "\\Driver\\%s", name);
	set_string(&d->object.DriverName, d->name, ARRAY_LEN(d->name), text);
	snprintf(text, sizeof text, "%s%s", SERVICES, service);
	set_string(&d->registry_path, d->path, ARRAY_LEN(d->path), text);
	set_string(&d->extension.ServiceKeyName, d->service_name, ARRAY_LEN(d->service_name), service);
	set_string(&d->hardware_name, d->hardware, ARRAY_LEN(d->hardware), "\\REGISTRY\\MACHINE\\HARDWARE\\DESCRIPTION\\SYSTEM");
	d->object.HardwareDatabase = &d->hardware_name;
	PDRIVER_DISPATCH none = (PDRIVER_DISPATCH)nt_gate(&invalid_request_export);
	for (unsigned i = 0; i <= IRP_MJ_MAXIMUM_FUNCTION; i++)
		d->object.MajorFunction[i] = none ? none : (PDRIVER_DISPATCH)invalid_request;
	nt_ob_name_set(&d->object.DriverName, d);
	pthread_mutex_lock(&lock);
	list_add(&drivers, &d->link);
	pthread_mutex_unlock(&lock);
	return &d->object;
}

void nt_driver_delete(DRIVER_OBJECT *object)
{
	struct driver *d = (struct driver *)object;
	pthread_mutex_lock(&lock);
	list_del(&d->link);
	pthread_mutex_unlock(&lock);
	nt_ob_name_clear(d);
	ObfDereferenceObject(d);
}

/* Driver objects left over die with the pool. */
void nt_driver_exit(void)
{
	list_init(&drivers);
}

DRIVER_OBJECT *nt_driver_builtin(const char *service)
{
	return nt_driver_new(service, service);
}

struct image *nt_driver_image(const DRIVER_OBJECT *object)
{
	return nt_ob_type(object) == &nt_ob_driver ? ((const struct driver *)object)->image : NULL;
}

int nt_driver_load(const void *file, size_t bytes, const char *name, const char *service, DRIVER_OBJECT **out, NTSTATUS *status,
                   struct err *e)
{
	struct image *image;
	char stem[64], path[300];
	*out = NULL;
	*status = STATUS_INVALID_IMAGE_FORMAT;
	int r = image_load(file, bytes, name, &image, e);
	if (r)
		return r;
	const struct image_info *info = image_info(image);
	snprintf(stem, sizeof stem, "%s", name);
	char *dot = strrchr(stem, '.');
	if (dot)
		*dot = 0;
	DRIVER_OBJECT *object = nt_driver_new(stem, service);
	if (!object) {
		image_unload(image);
		*status = STATUS_INSUFFICIENT_RESOURCES;
		return err_set(e, ENOMEM, "%s: no RAM left for the driver object; try a larger --ram", name);
	}
	struct driver *d = (struct driver *)object;
	d->image = image;
	object->DriverStart = info->base;
	object->DriverSize = (ULONG)info->size;
	object->DriverInit = (PDRIVER_INITIALIZE)info->entry;
	snprintf(path, sizeof path, "%s%s", SERVICES, service);
	WCHAR wide[200];
	char image_path[160];
	snprintf(image_path, sizeof image_path, "\\SystemRoot\\System32\\drivers\\%s", name);
	size_t n = nt_utf16_of(image_path, wide, ARRAY_LEN(wide));
	ULONG type = 1, start = 3, error = 1; /* kernel driver, demand start, normal error control */
	if (nt_reg_get(path, "ImagePath", NULL, NULL, 0) < 0)
		nt_reg_load(path, "ImagePath", REG_EXPAND_SZ, wide, n * 2);
	nt_reg_load(path, "Type", REG_DWORD, &type, 4);
	nt_reg_load(path, "Start", REG_DWORD, &start, 4);
	nt_reg_load(path, "ErrorControl", REG_DWORD, &error, 4);
	nt_callback_begin("DriverEntry", ENTRY_LIMIT_MS);
	*status = ((DRIVER_INITIALIZE *)(void *)info->entry)(object, &d->registry_path);
	nt_callback_end();
	if (!NT_SUCCESS(*status)) {
		unsigned left = 0;
		for (DEVICE_OBJECT *dev = object->DeviceObject; dev; dev = dev->NextDevice)
			left++;
		if (left)
			nt_finding("device", "DriverEntry failed but left %u device object%s behind", left, left == 1 ? "" : "s");
		while (object->DeviceObject)
			IoDeleteDevice(object->DeviceObject);
		nt_pool_leaks(image);
		nt_driver_delete(object);
		image_unload(image);
		return err_set(e, EIO, "%s: DriverEntry failed with status 0x%08x", name, (unsigned)*status);
	}
	for (DEVICE_OBJECT *dev = object->DeviceObject; dev; dev = dev->NextDevice)
		dev->Flags &= ~(ULONG)DO_DEVICE_INITIALIZING;
	object->Flags |= DRVO_INITIALIZED;
	if (d->extension.AddDevice)
		object->Flags &= ~(ULONG)DRVO_LEGACY_DRIVER;
	*out = object;
	return 0;
}

int nt_driver_unload(DRIVER_OBJECT *object)
{
	struct driver *d = (struct driver *)object;
	struct image *image = d->image;
	if (object->DriverUnload) {
		nt_callback_begin("DriverUnload", UNLOAD_LIMIT_MS);
		((DRIVER_UNLOAD *)object->DriverUnload)(object);
		nt_callback_end();
	} else if (image) {
		nt_finding("driver", "the driver has no DriverUnload routine: Windows could not unload it");
	}
	while (object->DeviceObject) {
		char name[200];
		nt_ob_name_of(object->DeviceObject, name, sizeof name);
		nt_finding("device", "device object %s was never deleted", name[0] ? name : "(unnamed)");
		if (object->DeviceObject->DeviceObjectExtension->AttachedTo)
			IoDetachDevice(object->DeviceObject->DeviceObjectExtension->AttachedTo);
		IoDeleteDevice(object->DeviceObject);
	}
	nt_driver_delete(object);
	if (image) {
		nt_pool_leaks(image);
		image_unload(image);
	}
	return 0;
}

/* ---- Pages: wdm IoAllocateDriverObjectExtension, IoGetDriverObjectExtension */
PVOID NTAPI IoGetDriverObjectExtension(PDRIVER_OBJECT DriverObject, PVOID ClientIdentificationAddress)
{
	struct driver *d = (struct driver *)DriverObject;
	PVOID found = NULL;
	pthread_mutex_lock(&lock);
	list_each(l, &d->clients) if (base_container_of(l, struct client, link)->id == ClientIdentificationAddress) found =
	        base_container_of(l, struct client, link)->data;
	pthread_mutex_unlock(&lock);
	return found;
}
NTSTATUS NTAPI IoAllocateDriverObjectExtension(PDRIVER_OBJECT DriverObject, PVOID ClientIdentificationAddress, ULONG Size, PVOID *Extension)
{
	struct driver *d = (struct driver *)DriverObject;
	*Extension = NULL;
	if (IoGetDriverObjectExtension(DriverObject, ClientIdentificationAddress))
		return STATUS_OBJECT_NAME_COLLISION;
	struct client *c = nt_pool_alloc(sizeof *c + Size, 0x76697244u /* "Driv" */);
	if (!c)
		return STATUS_INSUFFICIENT_RESOURCES;
	c->id = ClientIdentificationAddress;
	pthread_mutex_lock(&lock);
	list_add(&d->clients, &c->link);
	pthread_mutex_unlock(&lock);
	*Extension = c->data;
	return STATUS_SUCCESS;
}

NTSTATUS NTAPI IoQueryFullDriverPath(PDRIVER_OBJECT DriverObject, PUNICODE_STRING FullPath)
{
	struct driver *d = (struct driver *)DriverObject;
	char text[200];
	WCHAR wide[200];
	snprintf(text, sizeof text, "\\SystemRoot\\System32\\drivers\\%s", d->image ? image_info(d->image)->name : d->service);
	UNICODE_STRING u = nt_ustr(text, wide, ARRAY_LEN(wide));
	return RtlDuplicateUnicodeString(1, &u, FullPath);
}
