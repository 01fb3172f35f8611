/*
 * The bus driver: what a PDO answers. For a NIC it plays the PCI bus (ids, capabilities, configuration space, BUS_INTERFACE_STANDARD); for
 * a root-enumerated device only names. Pages: kernel/irp-mn-query-id, -query-capabilities, -query-interface, -read-config; wdm
 * BUS_INTERFACE_STANDARD.
 */
#include "nt/pnp.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TAG_PNP 0x20706e50u /* "Pnp " */
const GUID nt_guid_bus_pci = {0xc8ebdfb0, 0xb510, 0x11d0, {0x80, 0xe5, 0x00, 0xa0, 0xc9, 0x25, 0x42, 0xe3}};
const GUID nt_guid_bus_internal = {0x1530ea73, 0x086b, 0x11d1, {0xa0, 0x9f, 0x00, 0xc0, 0x4f, 0xc3, 0x40, 0xb1}};
const GUID nt_guid_class_net = {0x4d36e972, 0xe325, 0x11ce, {0xbf, 0xc1, 0x08, 0x00, 0x2b, 0xe1, 0x03, 0x18}};
static const GUID guid_bus_interface_standard = {0x496b8280, 0x6f25, 0x11d0, {0xbe, 0xaf, 0x08, 0x00, 0x2b, 0xe2, 0x09, 0x2f}};

static DRIVER_OBJECT *bus_driver;

/* ---- identity */
static size_t add_id(WCHAR *out, size_t at, size_t max, const char *id)
{
	if (at + strlen(id) + 2 >= max)
		return at;
	return at + nt_utf16_of(id, out + at, max - at) + 1;
}

size_t nt_pnp_multi_sz(const struct nt_devnode *n, bool compatible, WCHAR *out, size_t max)
{
	const struct bus_shared *b = n->id.nic == NT_NO_NIC ? NULL : bus_machine_nic(n->id.nic);
	size_t at = 0;
	char id[120];
	if (!b) {
		if (!compatible)
			at = add_id(out, at, max, n->id.device_id);
	} else if (!compatible) {
		snprintf(id, sizeof id, "PCI\\VEN_%04X&DEV_%04X&SUBSYS_%04X%04X&REV_%02X", b->vendor, b->device, b->subdevice, b->subvendor,
		         b->revision);
		at = add_id(out, at, max, id);
		*strstr(id, "&REV") = 0;
		at = add_id(out, at, max, id);
		snprintf(id, sizeof id, "PCI\\VEN_%04X&DEV_%04X&CC_%06X", b->vendor, b->device, b->class_code);
		at = add_id(out, at, max, id);
		snprintf(id, sizeof id, "PCI\\VEN_%04X&DEV_%04X", b->vendor, b->device);
		at = add_id(out, at, max, id);
	} else {
		snprintf(id, sizeof id, "PCI\\VEN_%04X&DEV_%04X&REV_%02X", b->vendor, b->device, b->revision);
		at = add_id(out, at, max, id);
		snprintf(id, sizeof id, "PCI\\VEN_%04X&CC_%06X", b->vendor, b->class_code);
		at = add_id(out, at, max, id);
		snprintf(id, sizeof id, "PCI\\CC_%06X", b->class_code);
		at = add_id(out, at, max, id);
	}
	out[at++] = 0;
	if (at == 1)
		out[at++] = 0;
	return at;
}

static NTSTATUS give_text(PIRP irp, const WCHAR *text, size_t chars)
{
	WCHAR *copy = nt_pool_alloc(chars * 2, TAG_PNP); /* the PnP manager or whoever asked frees it */
	if (!copy)
		return STATUS_INSUFFICIENT_RESOURCES;
	memcpy(copy, text, chars * 2);
	irp->IoStatus.Information = (ULONG_PTR)copy;
	return STATUS_SUCCESS;
}
static NTSTATUS give_utf8(PIRP irp, const char *text)
{
	WCHAR w[300];
	return give_text(irp, w, nt_utf16_of(text, w, ARRAY_LEN(w)) + 1);
}

static NTSTATUS query_id(struct nt_devnode *n, PIRP irp, BUS_QUERY_ID_TYPE type)
{
	WCHAR ids[800];
	switch (type) {
	case BusQueryDeviceID:
		return give_utf8(irp, n->id.device_id);
	case BusQueryInstanceID:
		return give_utf8(irp, n->id.instance_id);
	case BusQueryHardwareIDs:
	case BusQueryCompatibleIDs:
		return give_text(irp, ids, nt_pnp_multi_sz(n, type == BusQueryCompatibleIDs, ids, ARRAY_LEN(ids)));
	default:
		return irp->IoStatus.Status;
	}
}

static NTSTATUS query_text(struct nt_devnode *n, PIRP irp, DEVICE_TEXT_TYPE type)
{
	char text[80];
	if (type == DeviceTextDescription)
		return give_utf8(irp, n->id.description);
	if (type != DeviceTextLocationInformation || n->id.nic == NT_NO_NIC)
		return irp->IoStatus.Status;
	snprintf(text, sizeof text, "PCI bus 0, device %u, function 0", 3 + n->id.nic);
	return give_utf8(irp, text);
}

static NTSTATUS query_capabilities(struct nt_devnode *n, PDEVICE_CAPABILITIES c)
{
	static const DEVICE_POWER_STATE states[] = {PowerDeviceUnspecified, PowerDeviceD0, PowerDeviceD3, PowerDeviceD3,
	                                            PowerDeviceD3,          PowerDeviceD3, PowerDeviceD3};
	if (c->Version != 1 || c->Size < sizeof *c)
		return STATUS_UNSUCCESSFUL;
	c->UniqueID = 0;
	c->DeviceD1 = c->DeviceD2 = 0;
	c->SurpriseRemovalOK = 1;
	c->Removable = 0;
	c->SilentInstall = 0;
	c->Address = n->id.nic == NT_NO_NIC ? (ULONG)-1 : (3 + n->id.nic) << 16;
	c->UINumber = (ULONG)-1;
	memcpy(c->DeviceState, states, sizeof states);
	c->SystemWake = PowerSystemUnspecified;
	c->DeviceWake = PowerDeviceUnspecified;
	c->D1Latency = c->D2Latency = c->D3Latency = 0;
	return STATUS_SUCCESS;
}

/* ---- configuration space */
static ULONG config(struct nt_devnode *n, bool write, ULONG space, PVOID buffer, ULONG offset, ULONG length)
{
	if (space != 0 /* PCI_WHICHSPACE_CONFIG */ || n->id.nic == NT_NO_NIC)
		return 0;
	if (n->gone) {
		if (!write)
			memset(buffer, 0xff, length);
		return write ? 0 : length;
	}
	return bus_machine_config(n->id.nic, write, offset, buffer, length);
}

static VOID NTAPI interface_reference(PVOID Context)
{
	ObfReferenceObject(Context);
}
static VOID NTAPI interface_dereference(PVOID Context)
{
	ObfDereferenceObject(Context);
}
static BOOLEAN NTAPI translate_bus_address(PVOID Context, PHYSICAL_ADDRESS BusAddress, ULONG Length, PULONG AddressSpace,
                                           PPHYSICAL_ADDRESS TranslatedAddress)
{
	*TranslatedAddress = BusAddress;
	return TRUE;
}
static struct _DMA_ADAPTER *NTAPI get_dma_adapter(PVOID Context, struct _DEVICE_DESCRIPTION *Description, PULONG NumberOfMapRegisters)
{
	return IoGetDmaAdapter(Context, Description, NumberOfMapRegisters);
}
static ULONG NTAPI set_bus_data(PVOID Context, ULONG DataType, PVOID Buffer, ULONG Offset, ULONG Length)
{
	struct nt_devnode *n = nt_devnode_of_pdo(Context);
	return n ? config(n, true, DataType, Buffer, Offset, Length) : 0;
}
static ULONG NTAPI get_bus_data(PVOID Context, ULONG DataType, PVOID Buffer, ULONG Offset, ULONG Length)
{
	struct nt_devnode *n = nt_devnode_of_pdo(Context);
	return n ? config(n, false, DataType, Buffer, Offset, Length) : 0;
}
#define BUS_EXPORT(fn, limit)                                                                                                              \
	static const struct image_export x_##fn = {                                                                                        \
	        .dll = "pci.sys", .name = "BUS_INTERFACE_STANDARD." #fn, .address = fn, .max_irql = limit}
BUS_EXPORT(interface_reference, 2);
BUS_EXPORT(interface_dereference, 2);
BUS_EXPORT(translate_bus_address, 2);
BUS_EXPORT(get_dma_adapter, 0);
BUS_EXPORT(set_bus_data, 2);
BUS_EXPORT(get_bus_data, 2);

static NTSTATUS query_interface(struct nt_devnode *n, PIRP irp, const IO_STACK_LOCATION *s)
{
	if (memcmp(s->Parameters.QueryInterface.InterfaceType, &guid_bus_interface_standard, sizeof(GUID)) || n->id.nic == NT_NO_NIC)
		return irp->IoStatus.Status; /* as the PCI bus does with an interface it does not have */
	if (s->Parameters.QueryInterface.Size < sizeof(BUS_INTERFACE_STANDARD))
		return STATUS_BUFFER_TOO_SMALL;
	BUS_INTERFACE_STANDARD *b = (BUS_INTERFACE_STANDARD *)s->Parameters.QueryInterface.Interface;
	b->Size = sizeof *b;
	b->Version = 1;
	b->Context = n->pdo;
	b->InterfaceReference = (PINTERFACE_REFERENCE)nt_gate(&x_interface_reference);
	b->InterfaceDereference = (PINTERFACE_DEREFERENCE)nt_gate(&x_interface_dereference);
	b->TranslateBusAddress = (PTRANSLATE_BUS_ADDRESS)nt_gate(&x_translate_bus_address);
	b->GetDmaAdapter = (PGET_DMA_ADAPTER)nt_gate(&x_get_dma_adapter);
	b->SetBusData = (PGET_SET_DEVICE_DATA)nt_gate(&x_set_bus_data);
	b->GetBusData = (PGET_SET_DEVICE_DATA)nt_gate(&x_get_bus_data);
	ObfReferenceObject(n->pdo); /* returned referenced */
	return STATUS_SUCCESS;
}

static NTSTATUS query_bus_information(struct nt_devnode *n, PIRP irp)
{
	PNP_BUS_INFORMATION *b = nt_pool_alloc(sizeof *b, TAG_PNP);
	if (!b)
		return STATUS_INSUFFICIENT_RESOURCES;
	b->BusTypeGuid = n->id.nic == NT_NO_NIC ? nt_guid_bus_internal : nt_guid_bus_pci;
	b->LegacyBusType = n->id.nic == NT_NO_NIC ? InterfaceTypeUndefined : PCIBus;
	b->BusNumber = 0;
	irp->IoStatus.Information = (ULONG_PTR)b;
	return STATUS_SUCCESS;
}

static NTSTATUS target_relation(struct nt_devnode *n, PIRP irp)
{
	DEVICE_RELATIONS *r = nt_pool_alloc(sizeof *r, TAG_PNP);
	if (!r)
		return STATUS_INSUFFICIENT_RESOURCES;
	r->Count = 1;
	r->Objects[0] = n->pdo;
	ObfReferenceObject(n->pdo);
	irp->IoStatus.Information = (ULONG_PTR)r;
	return STATUS_SUCCESS;
}

static NTSTATUS start(struct nt_devnode *n)
{
	if (n->id.nic == NT_NO_NIC)
		return STATUS_SUCCESS;
	int r = bus_machine_start(n->id.nic, n->messages);
	n->power = PowerDeviceD0;
	return r == -ENOTSUP ? STATUS_NOT_SUPPORTED : r ? STATUS_DEVICE_NOT_READY : STATUS_SUCCESS;
}

static NTSTATUS NTAPI pdo_pnp(PDEVICE_OBJECT device, PIRP irp)
{
	struct nt_devnode *n = *(struct nt_devnode **)device->DeviceExtension;
	PIO_STACK_LOCATION s = IoGetCurrentIrpStackLocation(irp);
	NTSTATUS st = irp->IoStatus.Status;
	if (!n) {
		st = STATUS_NO_SUCH_DEVICE;
		goto done;
	}
	switch (s->MinorFunction) {
	case IRP_MN_START_DEVICE:
		st = start(n);
		break;
	case IRP_MN_STOP_DEVICE:
	case IRP_MN_REMOVE_DEVICE:
		if (n->id.nic != NT_NO_NIC && !n->gone)
			bus_machine_stop(n->id.nic);
		st = STATUS_SUCCESS;
		break;
	case IRP_MN_QUERY_STOP_DEVICE:
	case IRP_MN_CANCEL_STOP_DEVICE:
	case IRP_MN_QUERY_REMOVE_DEVICE:
	case IRP_MN_CANCEL_REMOVE_DEVICE:
	case IRP_MN_SURPRISE_REMOVAL:
	case IRP_MN_DEVICE_USAGE_NOTIFICATION:
		st = STATUS_SUCCESS;
		break;
	case IRP_MN_QUERY_ID:
		st = query_id(n, irp, s->Parameters.QueryId.IdType);
		break;
	case IRP_MN_QUERY_DEVICE_TEXT:
		st = query_text(n, irp, s->Parameters.QueryDeviceText.DeviceTextType);
		break;
	case IRP_MN_QUERY_CAPABILITIES:
		st = query_capabilities(n, s->Parameters.DeviceCapabilities.Capabilities);
		break;
	case IRP_MN_QUERY_RESOURCES:
		irp->IoStatus.Information = 0;
		if (n->raw) {
			void *copy = nt_pool_alloc(n->resources_bytes, TAG_PNP);
			if (copy)
				memcpy(copy, n->raw, n->resources_bytes);
			irp->IoStatus.Information = (ULONG_PTR)copy;
		}
		st = STATUS_SUCCESS;
		break;
	case IRP_MN_QUERY_RESOURCE_REQUIREMENTS:
		irp->IoStatus.Information = (ULONG_PTR)nt_pnp_requirements(n);
		st = STATUS_SUCCESS;
		break;
	case IRP_MN_QUERY_DEVICE_RELATIONS:
		if (s->Parameters.QueryDeviceRelations.Type == TargetDeviceRelation)
			st = target_relation(n, irp);
		break;
	case IRP_MN_QUERY_INTERFACE:
		st = query_interface(n, irp, s);
		break;
	case IRP_MN_QUERY_BUS_INFORMATION:
		st = query_bus_information(n, irp);
		break;
	case IRP_MN_READ_CONFIG:
	case IRP_MN_WRITE_CONFIG:
		if (n->id.nic == NT_NO_NIC)
			break;
		irp->IoStatus.Information = config(n, s->MinorFunction == IRP_MN_WRITE_CONFIG, s->Parameters.ReadWriteConfig.WhichSpace,
		                                   s->Parameters.ReadWriteConfig.Buffer, s->Parameters.ReadWriteConfig.Offset,
		                                   s->Parameters.ReadWriteConfig.Length);
		st = irp->IoStatus.Information ? STATUS_SUCCESS : STATUS_INVALID_DEVICE_REQUEST;
		break;
	default: /* FILTER_RESOURCE_REQUIREMENTS and everything unknown: left as it is */
		break;
	}
done:
	irp->IoStatus.Status = st;
	IofCompleteRequest(irp, IO_NO_INCREMENT);
	return st;
}

static NTSTATUS NTAPI pdo_power(PDEVICE_OBJECT device, PIRP irp)
{
	struct nt_devnode *n = *(struct nt_devnode **)device->DeviceExtension;
	PIO_STACK_LOCATION s = IoGetCurrentIrpStackLocation(irp);
	NTSTATUS st = irp->IoStatus.Status;
	if (s->MinorFunction == IRP_MN_SET_POWER || s->MinorFunction == IRP_MN_QUERY_POWER) {
		if (s->MinorFunction == IRP_MN_SET_POWER && s->Parameters.Power.Type == DevicePowerState && n) {
			n->power = s->Parameters.Power.State.DeviceState;
			PoSetPowerState(device, DevicePowerState, s->Parameters.Power.State);
		}
		st = STATUS_SUCCESS;
	}
	irp->IoStatus.Status = st;
	IofCompleteRequest(irp, IO_NO_INCREMENT);
	return st;
}

static NTSTATUS NTAPI pdo_untouched(PDEVICE_OBJECT device, PIRP irp)
{
	NTSTATUS st = irp->IoStatus.Status;
	IofCompleteRequest(irp, IO_NO_INCREMENT);
	return st;
}

static NTSTATUS NTAPI pdo_open(PDEVICE_OBJECT device, PIRP irp)
{
	irp->IoStatus.Status = STATUS_SUCCESS;
	irp->IoStatus.Information = 0;
	IofCompleteRequest(irp, IO_NO_INCREMENT);
	return STATUS_SUCCESS;
}

DRIVER_OBJECT *nt_bus_driver(void)
{
	if (!bus_driver) {
		bus_driver = nt_driver_builtin("pci");
		if (bus_driver) {
			bus_driver->MajorFunction[IRP_MJ_PNP] = pdo_pnp;
			bus_driver->MajorFunction[IRP_MJ_POWER] = pdo_power;
			bus_driver->MajorFunction[IRP_MJ_SYSTEM_CONTROL] = pdo_untouched;
			bus_driver->MajorFunction[IRP_MJ_CREATE] = bus_driver->MajorFunction[IRP_MJ_CLOSE] =
			        bus_driver->MajorFunction[IRP_MJ_CLEANUP] = pdo_open;
		}
	}
	return bus_driver;
}

void nt_bus_driver_exit(void)
{
	if (bus_driver)
		nt_driver_delete(bus_driver);
	bus_driver = NULL;
}
