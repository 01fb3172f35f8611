/*
 * What a driver asks about its device: properties, registry keys, interfaces, notifications. Pages: wdm IoGetDeviceProperty,
 * IoOpenDeviceRegistryKey, IoRegisterDeviceInterface, IoSetDeviceInterfaceState, IoRegisterPlugPlayNotification.
 */
#include "nt/pnp.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DEVICE_CLASSES "\\Registry\\Machine\\System\\CurrentControlSet\\Control\\DeviceClasses\\"
#define TAG_PROP       0x706f7250u /* "Prop" */

static NTSTATUS give(const void *data, size_t bytes, ULONG length, void *out, PULONG result)
{
	*result = (ULONG)bytes;
	if (length < bytes)
		return STATUS_BUFFER_TOO_SMALL;
	if (bytes)
		memcpy(out, data, bytes);
	return STATUS_SUCCESS;
}
static NTSTATUS give_text(const char *text, ULONG length, void *out, PULONG result)
{
	WCHAR w[512];
	size_t n = nt_utf16_of(text, w, ARRAY_LEN(w));
	return give(w, n * 2 + 2, length, out, result);
}
static NTSTATUS give_value(struct nt_devnode *n, const char *name, ULONG length, void *out, PULONG result)
{
	uint8_t data[2048];
	long got = nt_reg_get(n->enum_key, name, NULL, data, sizeof data);
	return got < 0 || got > (long)sizeof data ? STATUS_OBJECT_NAME_NOT_FOUND : give(data, (size_t)got, length, out, result);
}

NTSTATUS NTAPI IoGetDeviceProperty(PDEVICE_OBJECT DeviceObject, DEVICE_REGISTRY_PROPERTY Property, ULONG BufferLength, PVOID Buffer,
                                   PULONG ResultLength)
{
	struct nt_devnode *n = nt_devnode_of_pdo(DeviceObject);
	char text[300];
	WCHAR ids[800];
	ULONG v;
	if (!n)
		return STATUS_INVALID_DEVICE_REQUEST; /* the page: DeviceObject must be a PDO */
	bool pci = n->id.nic != NT_NO_NIC;
	switch (Property) {
	case DevicePropertyDeviceDescription:
	case DevicePropertyFriendlyName:
		return give_text(n->id.description, BufferLength, Buffer, ResultLength);
	case DevicePropertyHardwareID:
	case DevicePropertyCompatibleIDs:
		return give(ids, 2 * nt_pnp_multi_sz(n, Property == DevicePropertyCompatibleIDs, ids, ARRAY_LEN(ids)), BufferLength, Buffer,
		            ResultLength);
	case DevicePropertyClassName:
		return give_text("Net", BufferLength, Buffer, ResultLength);
	case DevicePropertyClassGuid:
		return give_text("{4D36E972-E325-11CE-BFC1-08002BE10318}", BufferLength, Buffer, ResultLength);
	case DevicePropertyDriverKeyName:
		return give_value(n, "Driver", BufferLength, Buffer, ResultLength);
	case DevicePropertyManufacturer:
		return give_value(n, "Mfg", BufferLength, Buffer, ResultLength);
	case DevicePropertyLocationInformation:
		if (!pci)
			return STATUS_OBJECT_NAME_NOT_FOUND;
		snprintf(text, sizeof text, "PCI bus 0, device %u, function 0", 3 + n->id.nic);
		return give_text(text, BufferLength, Buffer, ResultLength);
	case DevicePropertyPhysicalDeviceObjectName:
		nt_ob_name_of(n->pdo, text, sizeof text);
		return give_text(text, BufferLength, Buffer, ResultLength);
	case DevicePropertyEnumeratorName:
		return give_text(pci ? "PCI" : "ROOT", BufferLength, Buffer, ResultLength);
	case DevicePropertyBusTypeGuid:
		return give(pci ? &nt_guid_bus_pci : &nt_guid_bus_internal, sizeof(GUID), BufferLength, Buffer, ResultLength);
	case DevicePropertyLegacyBusType:
		v = pci ? PCIBus : (ULONG)InterfaceTypeUndefined;
		return give(&v, sizeof v, BufferLength, Buffer, ResultLength);
	case DevicePropertyBusNumber:
		v = 0;
		return pci ? give(&v, sizeof v, BufferLength, Buffer, ResultLength) : STATUS_OBJECT_NAME_NOT_FOUND;
	case DevicePropertyAddress:
		v = (3 + n->id.nic) << 16;
		return pci ? give(&v, sizeof v, BufferLength, Buffer, ResultLength) : STATUS_OBJECT_NAME_NOT_FOUND;
	case DevicePropertyInstallState:
		v = 0; /* InstallStateInstalled */
		return give(&v, sizeof v, BufferLength, Buffer, ResultLength);
	case DevicePropertyRemovalPolicy:
		v = 3; /* RemovalPolicyExpectSurpriseRemoval */
		return give(&v, sizeof v, BufferLength, Buffer, ResultLength);
	case DevicePropertyAllocatedResources:
	case DevicePropertyBootConfiguration:
		return give(n->raw, n->raw ? n->resources_bytes : 0, BufferLength, Buffer, ResultLength);
	case DevicePropertyBootConfigurationTranslated:
		return give(n->translated, n->translated ? n->resources_bytes : 0, BufferLength, Buffer, ResultLength);
	case DevicePropertyResourceRequirements:
		return give(n->requirements, n->requirements ? n->requirements->ListSize : 0, BufferLength, Buffer, ResultLength);
	default:
		nt_logf("PnP", "IoGetDeviceProperty(%d): this device has no such property", (int)Property);
		return STATUS_OBJECT_NAME_NOT_FOUND;
	}
}

/* ---- unified properties: what a driver sets it can read back; nothing else has a value. Page: wdm IoGetDevicePropertyData. */
struct property {
	struct list link;
	DEVICE_OBJECT *pdo;
	DEVPROPKEY key;
	ULONG type, size;
	uint8_t data[];
};
static struct list properties = {&properties, &properties};
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static struct property *property_find(DEVICE_OBJECT *pdo, const DEVPROPKEY *key)
{
	list_each(l, &properties)
	{
		struct property *p = base_container_of(l, struct property, link);
		if (p->pdo == pdo && !memcmp(&p->key, key, sizeof *key))
			return p;
	}
	return NULL;
}

NTSTATUS NTAPI IoSetDevicePropertyData(PDEVICE_OBJECT Pdo, const DEVPROPKEY *PropertyKey, LCID Lcid, ULONG Flags, DEVPROPTYPE Type,
                                       ULONG Size, PVOID Data)
{
	if (!nt_devnode_of_pdo(Pdo))
		return STATUS_INVALID_DEVICE_REQUEST;
	struct property *p = Data ? malloc(sizeof *p + Size) : NULL, *old;
	if (p) {
		*p = (struct property){.pdo = Pdo, .key = *PropertyKey, .type = Type, .size = Size};
		memcpy(p->data, Data, Size);
	}
	pthread_mutex_lock(&lock);
	old = property_find(Pdo, PropertyKey);
	if (old)
		list_del(&old->link);
	if (p)
		list_add(&properties, &p->link);
	pthread_mutex_unlock(&lock);
	free(old);
	return Data && !p ? STATUS_INSUFFICIENT_RESOURCES : STATUS_SUCCESS;
}

NTSTATUS NTAPI IoGetDevicePropertyData(PDEVICE_OBJECT Pdo, const DEVPROPKEY *PropertyKey, LCID Lcid, ULONG Flags, ULONG Size, PVOID Data,
                                       PULONG RequiredSize, PDEVPROPTYPE Type)
{
	NTSTATUS st = STATUS_OBJECT_NAME_NOT_FOUND;
	pthread_mutex_lock(&lock);
	struct property *p = property_find(Pdo, PropertyKey);
	if (p) {
		*RequiredSize = p->size;
		*Type = p->type;
		st = Size < p->size ? STATUS_BUFFER_TOO_SMALL : STATUS_SUCCESS;
		if (!st && p->size)
			memcpy(Data, p->data, p->size);
	}
	pthread_mutex_unlock(&lock);
	return st;
}

/* ---- registry keys. Page: wdm IoOpenDeviceRegistryKey: PLUGPLAY_REGKEY_DEVICE 1, _DRIVER 2. */
NTSTATUS NTAPI IoOpenDeviceRegistryKey(PDEVICE_OBJECT DeviceObject, ULONG DevInstKeyType, ACCESS_MASK DesiredAccess, PHANDLE DevInstRegKey)
{
	struct nt_devnode *n = nt_devnode_of_pdo(DeviceObject);
	char path[400];
	if (!n)
		return STATUS_INVALID_DEVICE_REQUEST;
	if ((DevInstKeyType & 3) == PLUGPLAY_REGKEY_DRIVER)
		snprintf(path, sizeof path, "%s", n->id.driver_key);
	else if ((DevInstKeyType & 3) == PLUGPLAY_REGKEY_DEVICE)
		snprintf(path, sizeof path, "%s\\Device Parameters", n->enum_key);
	else
		return STATUS_INVALID_PARAMETER;
	return nt_reg_open_handle(path, true, DesiredAccess, DevInstRegKey);
}

/* ---- device interfaces: \??\PCI#VEN_...#instance#{class guid}[\reference] */
struct interface {
	struct list link;
	DEVICE_OBJECT *pdo;
	GUID class;
	bool enabled;
	char name[400];
};
struct registration {
	struct list link;
	GUID class;
	bool any_class;
	IO_NOTIFICATION_EVENT_CATEGORY category;
	DRIVER_OBJECT *driver;
	PDRIVER_NOTIFICATION_CALLBACK_ROUTINE fn;
	PVOID context;
};
static struct list interfaces = {&interfaces, &interfaces}, registrations = {&registrations, &registrations};
static const GUID guid_arrival = {0xcb3a4004, 0x46f0, 0x11d0, {0xb0, 0x8f, 0x00, 0x60, 0x97, 0x13, 0x05, 0x3f}};
static const GUID guid_removal = {0xcb3a4005, 0x46f0, 0x11d0, {0xb0, 0x8f, 0x00, 0x60, 0x97, 0x13, 0x05, 0x3f}};

static struct interface *interface_find(const char *name)
{
	list_each(l, &interfaces)
	{
		struct interface *i = base_container_of(l, struct interface, link);
		if (!strcasecmp(i->name, name))
			return i;
	}
	return NULL;
}

static void guid_name(const GUID *g, char out[40])
{
	UNICODE_STRING u;
	if (RtlStringFromGUID(g, &u)) {
		out[0] = 0;
		return;
	}
	nt_utf8_of_ustr(&u, out, 40);
	nt_pool_free(u.Buffer);
}

NTSTATUS NTAPI IoRegisterDeviceInterface(PDEVICE_OBJECT PhysicalDeviceObject, const GUID *InterfaceClassGuid,
                                         PUNICODE_STRING ReferenceString, PUNICODE_STRING SymbolicLinkName)
{
	struct nt_devnode *n = nt_devnode_of_pdo(PhysicalDeviceObject);
	char guid[40], ref[128] = "", key[600];
	WCHAR wide[400];
	struct interface *i = n ? calloc(1, sizeof *i) : NULL;
	if (!i)
		return n ? STATUS_INSUFFICIENT_RESOURCES : STATUS_INVALID_DEVICE_REQUEST;
	guid_name(InterfaceClassGuid, guid);
	if (ReferenceString && ReferenceString->Length)
		nt_utf8_of_ustr(ReferenceString, ref, sizeof ref);
	i->pdo = PhysicalDeviceObject;
	i->class = *InterfaceClassGuid;
	snprintf(i->name, sizeof i->name, "\\??\\%s#%s#%s%s%s", n->id.device_id, n->id.instance_id, guid, ref[0] ? "\\" : "", ref);
	for (char *p = i->name + 4; *p && *p != '{'; p++)
		if (*p == '\\')
			*p = '#';
	UNICODE_STRING u = nt_ustr(i->name, wide, ARRAY_LEN(wide));
	NTSTATUS st = RtlDuplicateUnicodeString(1, &u, SymbolicLinkName);
	pthread_mutex_lock(&lock);
	bool known = interface_find(i->name);
	if (!st && !known)
		list_add(&interfaces, &i->link);
	pthread_mutex_unlock(&lock);
	if (!st && !known) {
		snprintf(key, sizeof key, DEVICE_CLASSES "%s\\##?#%s", guid, i->name + 4);
		nt_reg_load(key, "DeviceInstance", REG_SZ, wide, u.Length);
	}
	if (st || known)
		free(i);
	return st;
}

static void tell(const GUID *class, bool arrival, const char *name)
{
	struct registration copies[16];
	unsigned n = 0;
	WCHAR wide[400];
	UNICODE_STRING u = nt_ustr(name, wide, ARRAY_LEN(wide));
	DEVICE_INTERFACE_CHANGE_NOTIFICATION note = {.Version = 1,
	                                             .Size = sizeof note,
	                                             .Event = arrival ? guid_arrival : guid_removal,
	                                             .InterfaceClassGuid = *class,
	                                             .SymbolicLinkName = &u};
	pthread_mutex_lock(&lock);
	list_each(l, &registrations)
	{
		struct registration *r = base_container_of(l, struct registration, link);
		if (r->category == EventCategoryDeviceInterfaceChange && !memcmp(&r->class, class, sizeof *class) && n < ARRAY_LEN(copies))
			copies[n++] = *r;
	}
	pthread_mutex_unlock(&lock);
	for (unsigned i = 0; i < n; i++) {
		nt_callback_begin("PnpNotification", 0);
		((DRIVER_NOTIFICATION_CALLBACK_ROUTINE *)copies[i].fn)(&note, copies[i].context);
		nt_callback_end();
	}
}

NTSTATUS NTAPI IoSetDeviceInterfaceState(PUNICODE_STRING SymbolicLinkName, BOOLEAN Enable)
{
	char name[400], pdo[100];
	WCHAR wide[100];
	GUID class = {0};
	nt_utf8_of_ustr(SymbolicLinkName, name, sizeof name);
	pthread_mutex_lock(&lock);
	struct interface *i = interface_find(name);
	NTSTATUS st = !i                       ? STATUS_OBJECT_NAME_NOT_FOUND
	              : i->enabled == !!Enable ? (Enable ? STATUS_OBJECT_NAME_EXISTS : STATUS_OBJECT_NAME_NOT_FOUND)
	                                       : STATUS_SUCCESS;
	if (!st) {
		i->enabled = Enable;
		class = i->class;
		nt_ob_name_of(i->pdo, pdo, sizeof pdo);
	}
	pthread_mutex_unlock(&lock);
	if (st)
		return st;
	UNICODE_STRING target = nt_ustr(pdo, wide, ARRAY_LEN(wide));
	st = Enable ? IoCreateSymbolicLink(SymbolicLinkName, &target) : IoDeleteSymbolicLink(SymbolicLinkName);
	if (!st)
		tell(&class, Enable, name);
	return st;
}

/* Page: wdm IoGetDeviceInterfaces. Flags: 1 = DEVICE_INTERFACE_INCLUDE_NONACTIVE. The list is paged pool, the caller's to free. */
NTSTATUS NTAPI IoGetDeviceInterfaces(const GUID *InterfaceClassGuid, PDEVICE_OBJECT PhysicalDeviceObject, ULONG Flags,
                                     PZZWSTR *SymbolicLinkList)
{
	size_t max = 8192, at = 0;
	WCHAR *out = nt_pool_alloc_for(nt_caller(), PagedPool, max * 2, TAG_PROP, true);
	if (!out)
		return STATUS_INSUFFICIENT_RESOURCES;
	pthread_mutex_lock(&lock);
	list_each(l, &interfaces)
	{
		struct interface *i = base_container_of(l, struct interface, link);
		if (memcmp(&i->class, InterfaceClassGuid, sizeof(GUID)) || (PhysicalDeviceObject && i->pdo != PhysicalDeviceObject) ||
		    (!i->enabled && !(Flags & 1)))
			continue;
		if (at + strlen(i->name) + 2 < max)
			at += nt_utf16_of(i->name, out + at, max - at) + 1;
	}
	pthread_mutex_unlock(&lock);
	*SymbolicLinkList = out;
	return STATUS_SUCCESS;
}

NTSTATUS NTAPI IoOpenDeviceInterfaceRegistryKey(PUNICODE_STRING SymbolicLinkName, ACCESS_MASK DesiredAccess, PHANDLE DeviceInterfaceKey)
{
	char name[400], guid[40], key[700];
	nt_utf8_of_ustr(SymbolicLinkName, name, sizeof name);
	pthread_mutex_lock(&lock);
	struct interface *i = interface_find(name);
	GUID class = i ? i->class : (GUID)
	{
		0
	};
	pthread_mutex_unlock(&lock);
	if (!i)
		return STATUS_OBJECT_NAME_NOT_FOUND;
	guid_name(&class, guid);
	snprintf(key, sizeof key, DEVICE_CLASSES "%s\\##?#%s\\#\\Device Parameters", guid, name + 4);
	return nt_reg_open_handle(key, true, DesiredAccess, DeviceInterfaceKey);
}

void nt_interface_forget(DEVICE_OBJECT *pdo)
{
	for (bool again = true; again;) {
		char name[400] = "";
		WCHAR wide[400];
		again = false;
		pthread_mutex_lock(&lock);
		list_each(l, &interfaces)
		{
			struct interface *i = base_container_of(l, struct interface, link);
			if (i->pdo != pdo)
				continue;
			if (i->enabled)
				snprintf(name, sizeof name, "%s", i->name);
			list_del(&i->link);
			free(i);
			again = true;
			break;
		}
		pthread_mutex_unlock(&lock);
		if (name[0]) {
			UNICODE_STRING u = nt_ustr(name, wide, ARRAY_LEN(wide));
			IoDeleteSymbolicLink(&u);
		}
	}
	pthread_mutex_lock(&lock);
	list_each(l, &properties) if (base_container_of(l, struct property, link)->pdo == pdo)
	{
		list_del(l);
		free(base_container_of(l, struct property, link));
	}
	pthread_mutex_unlock(&lock);
}

void nt_interface_exit(void)
{
	list_each(l, &registrations)
	{
		list_del(l);
		free(base_container_of(l, struct registration, link));
	}
}

NTSTATUS NTAPI IoRegisterPlugPlayNotification(IO_NOTIFICATION_EVENT_CATEGORY EventCategory, ULONG Flags, PVOID EventCategoryData,
                                              PDRIVER_OBJECT DriverObject, PDRIVER_NOTIFICATION_CALLBACK_ROUTINE CallbackRoutine,
                                              PVOID Context, PVOID *NotificationEntry)
{
	struct registration *r = calloc(1, sizeof *r);
	if (!r)
		return STATUS_INSUFFICIENT_RESOURCES;
	r->category = EventCategory;
	r->driver = DriverObject;
	r->fn = CallbackRoutine;
	r->context = Context;
	if (EventCategory == EventCategoryDeviceInterfaceChange)
		r->class = *(const GUID *)EventCategoryData;
	pthread_mutex_lock(&lock);
	list_add(&registrations, &r->link);
	pthread_mutex_unlock(&lock);
	*NotificationEntry = r;
	if (EventCategory != EventCategoryDeviceInterfaceChange || !(Flags & PNPNOTIFY_DEVICE_INTERFACE_INCLUDE_EXISTING_INTERFACES))
		return STATUS_SUCCESS;
	PWSTR list;
	if (!IoGetDeviceInterfaces(&r->class, NULL, 0, &list)) {
		for (WCHAR *p = list; *p; p += nt_wcslen(p) + 1) {
			UNICODE_STRING u;
			RtlInitUnicodeString(&u, p);
			DEVICE_INTERFACE_CHANGE_NOTIFICATION note = {.Version = 1,
			                                             .Size = sizeof note,
			                                             .Event = guid_arrival,
			                                             .InterfaceClassGuid = r->class,
			                                             .SymbolicLinkName = &u};
			nt_callback_begin("PnpNotification", 0);
			((DRIVER_NOTIFICATION_CALLBACK_ROUTINE *)CallbackRoutine)(&note, Context);
			nt_callback_end();
		}
		nt_pool_free(list);
	}
	return STATUS_SUCCESS;
}

static NTSTATUS unregister(PVOID entry)
{
	NTSTATUS st = STATUS_INVALID_PARAMETER;
	pthread_mutex_lock(&lock);
	list_each(l, &registrations) if (base_container_of(l, struct registration, link) == entry)
	{
		list_del(l);
		st = STATUS_SUCCESS;
		break;
	}
	pthread_mutex_unlock(&lock);
	if (!st)
		free(entry);
	return st;
}
NTSTATUS NTAPI IoUnregisterPlugPlayNotification(PVOID NotificationEntry)
{
	return unregister(NotificationEntry);
}
NTSTATUS NTAPI IoUnregisterPlugPlayNotificationEx(PVOID NotificationEntry)
{
	return unregister(NotificationEntry);
}
