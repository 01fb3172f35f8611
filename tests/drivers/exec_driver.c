/*
 * A WDM driver that uses the executive the way drivers do: device, symbolic link, IOCTLs, PnP, BUS_INTERFACE_STANDARD, registry, lookaside
 * lists, SEH around MmProbeAndLockPages, MmGetSystemRoutineAddress. What it does is steered by exported variables.
 */
#include <ntddk.h>

#define EXPORTED __declspec(dllexport)
/* In initialized data, so that a test can preset them in the file. */
#define SWITCH __attribute__((section(".data"))) EXPORTED ULONG
SWITCH test_leak = 0, test_fail_entry = 0, test_double_free = 0;
EXPORTED ULONG test_keep_device, test_no_messages, test_started, test_messages, test_line, test_memory, test_removed, test_probe,
        test_vendor, test_gate_ok, test_registry, test_surprise, test_power;
static GUID bus_standard = {0x496b8280, 0x6f25, 0x11d0, {0xbe, 0xaf, 0x08, 0x00, 0x2b, 0xe2, 0x09, 0x2f}};

struct extension {
	DEVICE_OBJECT *self, *lower, *pdo;
	BUS_INTERFACE_STANDARD bus;
	NPAGED_LOOKASIDE_LIST list;
};
static DEVICE_OBJECT *control;
static UNICODE_STRING link_name = {.Length = 30, .MaximumLength = 32, .Buffer = (PWSTR)L"\\DosDevices\\Exe"};

static NTSTATUS finish(PIRP irp, NTSTATUS st, ULONG_PTR info)
{
	irp->IoStatus.Status = st;
	irp->IoStatus.Information = info;
	IoCompleteRequest(irp, IO_NO_INCREMENT);
	return st;
}

static __declspec(noinline) void probe(PMDL m)
{
	MmProbeAndLockPages(m, UserMode, IoReadAccess);
}
static NTSTATUS probe_bad(void)
{
	PMDL m = IoAllocateMdl((PVOID)0x1000, 100, FALSE, FALSE, NULL);
	NTSTATUS st = STATUS_SUCCESS;
	__try {
		probe(m);
		MmUnlockPages(m);
	} __except (EXCEPTION_EXECUTE_HANDLER) {
		st = GetExceptionCode();
	}
	IoFreeMdl(m);
	return st;
}

static NTSTATUS NTAPI create_close(PDEVICE_OBJECT device, PIRP irp)
{
	return finish(irp, STATUS_SUCCESS, 0);
}
static NTSTATUS NTAPI ioctl(PDEVICE_OBJECT device, PIRP irp)
{
	PIO_STACK_LOCATION s = IoGetCurrentIrpStackLocation(irp);
	UCHAR *p = irp->AssociatedIrp.SystemBuffer;
	ULONG n = s->Parameters.DeviceIoControl.InputBufferLength;
	for (ULONG i = 0; i < n; i++)
		p[i] ^= 0xff;
	return finish(irp, STATUS_SUCCESS, n);
}

static NTSTATUS NTAPI wake(PDEVICE_OBJECT device, PIRP irp, PVOID event)
{
	KeSetEvent(event, 0, FALSE);
	return STATUS_MORE_PROCESSING_REQUIRED;
}
static NTSTATUS down_first(struct extension *x, PIRP irp)
{
	KEVENT done;
	KeInitializeEvent(&done, NotificationEvent, FALSE);
	IoCopyCurrentIrpStackLocationToNext(irp);
	IoSetCompletionRoutine(irp, wake, &done, TRUE, TRUE, TRUE);
	if (IoCallDriver(x->lower, irp) == STATUS_PENDING)
		KeWaitForSingleObject(&done, Executive, KernelMode, FALSE, NULL);
	return irp->IoStatus.Status;
}

static NTSTATUS query_bus(struct extension *x)
{
	KEVENT done;
	IO_STATUS_BLOCK iosb;
	KeInitializeEvent(&done, NotificationEvent, FALSE);
	PIRP irp = IoBuildSynchronousFsdRequest(IRP_MJ_PNP, x->pdo, NULL, 0, NULL, &done, &iosb);
	PIO_STACK_LOCATION s = IoGetNextIrpStackLocation(irp);
	irp->IoStatus.Status = STATUS_NOT_SUPPORTED;
	s->MinorFunction = IRP_MN_QUERY_INTERFACE;
	s->Parameters.QueryInterface.InterfaceType = &bus_standard;
	s->Parameters.QueryInterface.Size = sizeof x->bus;
	s->Parameters.QueryInterface.Version = 1;
	s->Parameters.QueryInterface.Interface = (PINTERFACE)&x->bus;
	if (IoCallDriver(x->pdo, irp) == STATUS_PENDING)
		KeWaitForSingleObject(&done, Executive, KernelMode, FALSE, NULL);
	return iosb.Status;
}

static void start(struct extension *x, PIO_STACK_LOCATION s)
{
	PCM_RESOURCE_LIST l = s->Parameters.StartDevice.AllocatedResourcesTranslated;
	test_started++;
	test_messages = test_line = test_memory = 0;
	for (ULONG i = 0; l && i < l->List[0].PartialResourceList.Count; i++) {
		PCM_PARTIAL_RESOURCE_DESCRIPTOR d = &l->List[0].PartialResourceList.PartialDescriptors[i];
		if (d->Type == CmResourceTypeMemory)
			test_memory++;
		else if (d->Type == CmResourceTypeInterrupt && (d->Flags & CM_RESOURCE_INTERRUPT_MESSAGE))
			test_messages++;
		else if (d->Type == CmResourceTypeInterrupt)
			test_line++;
	}
	if (NT_SUCCESS(query_bus(x))) {
		USHORT id = 0;
		x->bus.GetBusData(x->bus.Context, 0, &id, 0, sizeof id);
		test_vendor = id;
		x->bus.InterfaceDereference(x->bus.Context);
	}
	HANDLE key;
	if (NT_SUCCESS(IoOpenDeviceRegistryKey(x->pdo, PLUGPLAY_REGKEY_DRIVER, KEY_READ, &key))) {
		UNICODE_STRING name;
		UCHAR buffer[64];
		ULONG need;
		RtlInitUnicodeString(&name, L"*speed");
		if (NT_SUCCESS(ZwQueryValueKey(key, &name, KeyValuePartialInformation, buffer, sizeof buffer, &need)))
			test_registry = *(ULONG *)((PKEY_VALUE_PARTIAL_INFORMATION)buffer)->Data;
		ZwClose(key);
	}
}

/* Takes the messages out of the first list: what remains is the line interrupt of the second. */
static void filter(PIRP irp)
{
	PIO_RESOURCE_REQUIREMENTS_LIST r = (PIO_RESOURCE_REQUIREMENTS_LIST)irp->IoStatus.Information;
	if (!r || r->AlternativeLists < 2)
		return;
	PIO_RESOURCE_LIST second = (PIO_RESOURCE_LIST)&r->List[0].Descriptors[r->List[0].Count];
	SIZE_T bytes = FIELD_OFFSET(IO_RESOURCE_LIST, Descriptors) + second->Count * sizeof(IO_RESOURCE_DESCRIPTOR);
	PIO_RESOURCE_REQUIREMENTS_LIST n =
	        ExAllocatePoolWithTag(PagedPool, FIELD_OFFSET(IO_RESOURCE_REQUIREMENTS_LIST, List) + bytes + 64, 'tlif');
	RtlCopyMemory(n, r, FIELD_OFFSET(IO_RESOURCE_REQUIREMENTS_LIST, List));
	RtlCopyMemory(n->List, second, bytes);
	n->AlternativeLists = 1;
	n->ListSize = (ULONG)(FIELD_OFFSET(IO_RESOURCE_REQUIREMENTS_LIST, List) + bytes);
	ExFreePool(r);
	irp->IoStatus.Information = (ULONG_PTR)n;
}

static NTSTATUS NTAPI pnp(PDEVICE_OBJECT device, PIRP irp)
{
	struct extension *x = device->DeviceExtension;
	PIO_STACK_LOCATION s = IoGetCurrentIrpStackLocation(irp);
	NTSTATUS st;
	switch (s->MinorFunction) {
	case IRP_MN_START_DEVICE:
		st = down_first(x, irp);
		if (NT_SUCCESS(st))
			start(x, s);
		return finish(irp, st, 0);
	case IRP_MN_FILTER_RESOURCE_REQUIREMENTS:
		down_first(x, irp);
		if (test_no_messages)
			filter(irp);
		return finish(irp, STATUS_SUCCESS, irp->IoStatus.Information);
	case IRP_MN_SURPRISE_REMOVAL:
		test_surprise++;
		break;
	case IRP_MN_REMOVE_DEVICE:
		irp->IoStatus.Status = STATUS_SUCCESS;
		IoSkipCurrentIrpStackLocation(irp);
		st = IoCallDriver(x->lower, irp);
		ExDeleteNPagedLookasideList(&x->list);
		IoDetachDevice(x->lower);
		IoDeleteDevice(device);
		test_removed++;
		return st;
	}
	if (s->MinorFunction == IRP_MN_QUERY_REMOVE_DEVICE || s->MinorFunction == IRP_MN_SURPRISE_REMOVAL)
		irp->IoStatus.Status = STATUS_SUCCESS;
	IoSkipCurrentIrpStackLocation(irp);
	return IoCallDriver(x->lower, irp);
}
static NTSTATUS NTAPI power(PDEVICE_OBJECT device, PIRP irp)
{
	struct extension *x = device->DeviceExtension;
	test_power = IoGetCurrentIrpStackLocation(irp)->Parameters.Power.State.DeviceState;
	PoStartNextPowerIrp(irp);
	IoSkipCurrentIrpStackLocation(irp);
	return PoCallDriver(x->lower, irp);
}

static NTSTATUS NTAPI add_device(PDRIVER_OBJECT driver, PDEVICE_OBJECT pdo)
{
	DEVICE_OBJECT *d;
	NTSTATUS st = IoCreateDevice(driver, sizeof(struct extension), NULL, FILE_DEVICE_NETWORK, 0, FALSE, &d);
	if (!NT_SUCCESS(st))
		return st;
	struct extension *x = d->DeviceExtension;
	x->self = d;
	x->pdo = pdo;
	x->lower = IoAttachDeviceToDeviceStack(d, pdo);
	ExInitializeNPagedLookasideList(&x->list, NULL, NULL, 0, 200, 'ldxE', 0);
	PVOID e[3];
	for (int i = 0; i < 3; i++)
		e[i] = ExAllocateFromNPagedLookasideList(&x->list);
	for (int i = 0; i < 3; i++)
		ExFreeToNPagedLookasideList(&x->list, e[i]);
	d->Flags &= ~DO_DEVICE_INITIALIZING;
	return STATUS_SUCCESS;
}

static void NTAPI unload(PDRIVER_OBJECT driver)
{
	if (test_keep_device)
		return;
	IoDeleteSymbolicLink(&link_name);
	IoDeleteDevice(control);
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING path)
{
	UNICODE_STRING name, routine;
	if (test_fail_entry)
		return STATUS_NO_SUCH_DEVICE;
	RtlInitUnicodeString(&name, L"\\Device\\Exe");
	NTSTATUS st = IoCreateDevice(driver, 0, &name, FILE_DEVICE_UNKNOWN, 0, FALSE, &control);
	if (!NT_SUCCESS(st))
		return st;
	IoCreateSymbolicLink(&link_name, &name);
	driver->MajorFunction[IRP_MJ_CREATE] = driver->MajorFunction[IRP_MJ_CLOSE] = driver->MajorFunction[IRP_MJ_CLEANUP] = create_close;
	driver->MajorFunction[IRP_MJ_DEVICE_CONTROL] = ioctl;
	driver->MajorFunction[IRP_MJ_PNP] = pnp;
	driver->MajorFunction[IRP_MJ_POWER] = power;
	driver->DriverExtension->AddDevice = add_device;
	driver->DriverUnload = unload;
	DbgPrint("exec_driver: %wZ\n", path);
	test_probe = (ULONG)probe_bad();
	RtlInitUnicodeString(&routine, L"ExAllocatePoolWithTag");
	PVOID(NTAPI * alloc)
	(POOL_TYPE, SIZE_T, ULONG) = (PVOID(NTAPI *)(POOL_TYPE, SIZE_T, ULONG))(ULONG_PTR)MmGetSystemRoutineAddress(&routine);
	PVOID p = alloc ? alloc(NonPagedPool, 33, 'etaG') : NULL;
	test_gate_ok = p != NULL;
	if (p)
		ExFreePool(p);
	RtlInitUnicodeString(&routine, L"NoSuchRoutine");
	if (MmGetSystemRoutineAddress(&routine))
		test_gate_ok = 0;
	for (ULONG i = 0; i < test_leak; i++)
		ExAllocatePoolWithTag(NonPagedPool, 100, 'kaeL');
	if (test_double_free) {
		p = ExAllocatePoolWithTag(NonPagedPool, 100, 'lbuD');
		ExFreePool(p);
		ExFreePool(p);
	}
	return STATUS_SUCCESS;
}
