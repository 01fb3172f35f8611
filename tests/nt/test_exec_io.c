/* IRPs, device stacks, files, cancel-safe queues, the log, DMA adapters: with drivers of ours made of C functions (nt_driver_builtin). */
#include "exec_test.h"

NTSTATUS NTAPI ZwQuerySystemInformation(ULONG Class, PVOID Information, ULONG Length, PULONG ReturnLength);

static char logged[20][300];
static unsigned logs;
static void on_log(const char *source, const char *text)
{
	if (logs < 20)
		snprintf(logged[logs], sizeof logged[0], "%s: %s", source, text);
	logs++;
}
static int setup_log(void **state)
{
	logs = 0;
	exec_extra.on_log = on_log;
	return exec_start(false);
}

static unsigned seen[IRP_MJ_MAXIMUM_FUNCTION + 1];
static PIRP pending;
#define IOCTL_UPPER   CTL_CODE(FILE_DEVICE_UNKNOWN, 0x800, METHOD_BUFFERED, FILE_ANY_ACCESS)
#define IOCTL_PEND    CTL_CODE(FILE_DEVICE_UNKNOWN, 0x801, METHOD_BUFFERED, FILE_ANY_ACCESS)
#define IOCTL_DIRECT  CTL_CODE(FILE_DEVICE_UNKNOWN, 0x802, METHOD_OUT_DIRECT, FILE_ANY_ACCESS)
#define IOCTL_NEITHER CTL_CODE(FILE_DEVICE_UNKNOWN, 0x803, METHOD_NEITHER, FILE_ANY_ACCESS)
#define IOCTL_LIE     CTL_CODE(FILE_DEVICE_UNKNOWN, 0x804, METHOD_BUFFERED, FILE_ANY_ACCESS)

static NTSTATUS done(PIRP irp, NTSTATUS st, ULONG_PTR info)
{
	irp->IoStatus.Status = st;
	irp->IoStatus.Information = info;
	IoCompleteRequest(irp, IO_NO_INCREMENT);
	return st;
}
static void upper(char *to, const char *from, ULONG n)
{
	for (ULONG i = 0; i < n; i++)
		to[i] = RtlUpperChar(from[i]);
}
static NTSTATUS NTAPI dispatch(PDEVICE_OBJECT device, PIRP irp)
{
	PIO_STACK_LOCATION s = IoGetCurrentIrpStackLocation(irp);
	ULONG in, out;
	seen[s->MajorFunction]++;
	if (s->MajorFunction != IRP_MJ_DEVICE_CONTROL)
		return done(irp, STATUS_SUCCESS, 0);
	in = s->Parameters.DeviceIoControl.InputBufferLength;
	out = s->Parameters.DeviceIoControl.OutputBufferLength;
	switch (s->Parameters.DeviceIoControl.IoControlCode) {
	case IOCTL_UPPER:
		if (out < in)
			return done(irp, STATUS_BUFFER_TOO_SMALL, 0);
		upper(irp->AssociatedIrp.SystemBuffer, irp->AssociatedIrp.SystemBuffer, in);
		return done(irp, STATUS_SUCCESS, in);
	case IOCTL_DIRECT:
		upper(MmGetSystemAddressForMdlSafe(irp->MdlAddress, NormalPagePriority), irp->AssociatedIrp.SystemBuffer, in);
		return done(irp, STATUS_SUCCESS, in);
	case IOCTL_NEITHER:
		upper(irp->UserBuffer, s->Parameters.DeviceIoControl.Type3InputBuffer, in);
		return done(irp, STATUS_SUCCESS, in);
	case IOCTL_LIE:
		return done(irp, STATUS_SUCCESS, 4096);
	case IOCTL_PEND:
		IoMarkIrpPending(irp);
		pending = irp;
		return STATUS_PENDING;
	}
	return done(irp, STATUS_INVALID_DEVICE_REQUEST, 0);
}
static DRIVER_OBJECT *driver(const char *name)
{
	DRIVER_OBJECT *d = nt_driver_builtin(name);
	UCHAR majors[] = {IRP_MJ_CREATE, IRP_MJ_CLEANUP, IRP_MJ_CLOSE, IRP_MJ_DEVICE_CONTROL, IRP_MJ_SHUTDOWN};
	for (unsigned i = 0; i < sizeof majors; i++)
		d->MajorFunction[majors[i]] = dispatch;
	memset(seen, 0, sizeof seen);
	return d;
}
static DEVICE_OBJECT *device(DRIVER_OBJECT *d, const WCHAR *name)
{
	UNICODE_STRING u;
	DEVICE_OBJECT *o;
	RtlInitUnicodeString(&u, name);
	assert_int_equal(IoCreateDevice(d, 64, name ? &u : NULL, FILE_DEVICE_UNKNOWN, 0, FALSE, &o), STATUS_SUCCESS);
	return o;
}

static void complete_later(void *ctx)
{
	while (!*(PIRP volatile *)&pending)
		usleep(1000);
	usleep(5000);
	done(pending, STATUS_SUCCESS, 3);
	pending = NULL;
}

static void files(void **state)
{
	DRIVER_OBJECT *d = driver("files");
	DEVICE_OBJECT *o = device(d, u"\\Device\\Upper");
	UNICODE_STRING link, target;
	char out[16] = "";
	size_t got;
	assert_ptr_equal(o->DeviceExtension, (char *)o + 0x150);
	assert_int_equal(o->StackSize, 1);
	RtlInitUnicodeString(&link, u"\\DosDevices\\UpperLink");
	RtlInitUnicodeString(&target, u"\\Device\\Upper");
	assert_int_equal(IoCreateSymbolicLink(&link, &target), STATUS_SUCCESS);
	assert_int_equal(IoCreateSymbolicLink(&link, &target), STATUS_OBJECT_NAME_COLLISION);
	assert_int_equal(nt_io_send("\\??\\upperlink", IRP_MJ_DEVICE_CONTROL, IOCTL_UPPER, "hello", 5, out, sizeof out, &got),
	                 STATUS_SUCCESS);
	assert_int_equal(got, 5);
	assert_string_equal(out, "HELLO");
	assert_int_equal(seen[IRP_MJ_CREATE] + seen[IRP_MJ_CLEANUP] * 10 + seen[IRP_MJ_CLOSE] * 100 + seen[IRP_MJ_DEVICE_CONTROL] * 1000,
	                 1111);
	memset(out, 0, sizeof out);
	assert_int_equal(nt_io_send("\\Device\\Upper", IRP_MJ_DEVICE_CONTROL, IOCTL_DIRECT, "direct", 6, out, sizeof out, &got),
	                 STATUS_SUCCESS);
	assert_string_equal(out, "DIRECT");
	assert_int_equal(nt_io_send("\\Device\\Upper", IRP_MJ_DEVICE_CONTROL, IOCTL_NEITHER, "neither", 7, out, sizeof out, &got),
	                 STATUS_SUCCESS);
	assert_string_equal(out, "NEITHER");
	assert_int_equal(nt_io_send("\\Device\\Upper", IRP_MJ_DEVICE_CONTROL, IOCTL_UPPER, "hello", 5, out, 2, &got),
	                 STATUS_BUFFER_TOO_SMALL);
	unsigned findings = nt_finding_count();
	assert_int_equal(nt_io_send("\\Device\\Upper", IRP_MJ_DEVICE_CONTROL, IOCTL_LIE, "x", 1, out, 4, &got), STATUS_SUCCESS);
	assert_int_equal(nt_finding_count(), findings + 1);
	assert_int_equal(nt_io_send("\\Device\\Upper", IRP_MJ_DEVICE_CONTROL, 0x1234, NULL, 0, NULL, 0, NULL),
	                 STATUS_INVALID_DEVICE_REQUEST);
	assert_int_equal(nt_io_send("\\Device\\Upper", IRP_MJ_READ, 0, NULL, 0, out, 4, NULL),
	                 STATUS_INVALID_DEVICE_REQUEST); /* default routine */
	assert_int_equal(nt_io_send("\\Device\\Nothing", IRP_MJ_CREATE, 0, NULL, 0, NULL, 0, NULL), STATUS_OBJECT_NAME_NOT_FOUND);
	struct nt_thread *t = nt_thread_start("completer", complete_later, NULL);
	assert_int_equal(nt_io_send("\\Device\\Upper", IRP_MJ_DEVICE_CONTROL, IOCTL_PEND, "abc", 3, out, 4, &got), STATUS_SUCCESS);
	assert_int_equal(got, 3);
	nt_thread_join(t);

	FILE_OBJECT *f;
	DEVICE_OBJECT *top;
	assert_int_equal(IoGetDeviceObjectPointer(&target, 0, &f, &top), STATUS_SUCCESS);
	assert_ptr_equal(top, o);
	unsigned closes = seen[IRP_MJ_CLOSE];
	ObfDereferenceObject(f);
	assert_int_equal(seen[IRP_MJ_CLOSE], closes + 1);

	HANDLE h;
	OBJECT_ATTRIBUTES a;
	IO_STATUS_BLOCK iosb;
	InitializeObjectAttributes(&a, &link, 0, NULL, NULL);
	assert_int_equal(ZwOpenFile(&h, GENERIC_READ, &a, &iosb, 0, 0), STATUS_SUCCESS);
	char *ram = ExAllocatePoolWithTag(NonPagedPool, 8, 'tset');
	memcpy(ram, "ioctl", 6);
	assert_int_equal(ZwDeviceIoControlFile(h, NULL, NULL, NULL, &iosb, IOCTL_UPPER, ram, 6, ram, 8), STATUS_SUCCESS);
	assert_string_equal(ram, "IOCTL");
	ExFreePool(ram);
	ZwClose(h);

	assert_int_equal(IoRegisterShutdownNotification(o), STATUS_SUCCESS);
	nt_io_shutdown();
	assert_int_equal(seen[IRP_MJ_SHUTDOWN], 1);
	assert_int_equal(IoDeleteSymbolicLink(&link), STATUS_SUCCESS);
	findings = nt_finding_count();
	IoDeleteDevice(o);
	assert_int_equal(nt_finding_count(), findings);
	nt_driver_delete(d);
	assert_int_equal(nt_handle_count(), 0);
}

static void no_files(void **state)
{
	UNICODE_STRING name;
	OBJECT_ATTRIBUTES a;
	IO_STATUS_BLOCK iosb;
	HANDLE h;
	RtlInitUnicodeString(&name, u"\\SystemRoot\\firmware.bin");
	InitializeObjectAttributes(&a, &name, 0, NULL, NULL);
	assert_int_equal(ZwCreateFile(&h, GENERIC_READ, &a, &iosb, NULL, 0, 0, FILE_OPEN, 0, NULL, 0), STATUS_OBJECT_NAME_NOT_FOUND);
	assert_int_equal(logs, 1);
	assert_non_null(strstr(logged[0], "firmware.bin"));
	ULONG got;
	char buffer[64];
	assert_int_equal(ZwQuerySystemInformation(0, buffer, 64, &got), STATUS_SUCCESS);
	assert_int_equal(got, 64);
	assert_int_equal(ZwQuerySystemInformation(0, buffer, 60, &got), STATUS_INFO_LENGTH_MISMATCH);
	assert_int_equal(ZwQuerySystemInformation(5, buffer, 60, &got), STATUS_INVALID_INFO_CLASS);
	assert_int_equal(logs, 2);
}

/* ---- a stack of two devices: filter over function */
static NTSTATUS NTAPI filter_done(PDEVICE_OBJECT device, PIRP irp, PVOID context)
{
	(*(int *)context)++;
	if (irp->PendingReturned)
		IoMarkIrpPending(irp);
	return STATUS_SUCCESS;
}
static int filtered;
static NTSTATUS NTAPI filter(PDEVICE_OBJECT device, PIRP irp)
{
	IoCopyCurrentIrpStackLocationToNext(irp);
	IoSetCompletionRoutine(irp, filter_done, &filtered, TRUE, TRUE, TRUE);
	return IoCallDriver(*(DEVICE_OBJECT **)device->DeviceExtension, irp);
}
static NTSTATUS NTAPI own_done(PDEVICE_OBJECT device, PIRP irp, PVOID context)
{
	assert_null(device); /* the sender has no stack location of its own */
	*(NTSTATUS *)context = irp->IoStatus.Status;
	return STATUS_MORE_PROCESSING_REQUIRED;
}
static void stacks(void **state)
{
	DRIVER_OBJECT *low = driver("low"), *high = nt_driver_builtin("high");
	DEVICE_OBJECT *o = device(low, NULL), *f = device(high, NULL);
	NTSTATUS st = 1;
	high->MajorFunction[IRP_MJ_DEVICE_CONTROL] = filter;
	*(DEVICE_OBJECT **)f->DeviceExtension = IoAttachDeviceToDeviceStack(f, o);
	assert_ptr_equal(*(DEVICE_OBJECT **)f->DeviceExtension, o);
	assert_int_equal(f->StackSize, 2);
	DEVICE_OBJECT *top = IoGetAttachedDeviceReference(o);
	assert_ptr_equal(top, f);
	ObfDereferenceObject(top);
	PIRP irp = IoAllocateIrp(f->StackSize, FALSE);
	char *buffer = ExAllocatePoolWithTag(NonPagedPool, 8, 'tset');
	strcpy(buffer, "stack");
	PIO_STACK_LOCATION s = IoGetNextIrpStackLocation(irp);
	s->MajorFunction = IRP_MJ_DEVICE_CONTROL;
	s->Parameters.DeviceIoControl.IoControlCode = IOCTL_UPPER;
	s->Parameters.DeviceIoControl.InputBufferLength = s->Parameters.DeviceIoControl.OutputBufferLength = 5;
	irp->AssociatedIrp.SystemBuffer = buffer;
	IoSetCompletionRoutine(irp, own_done, &st, TRUE, TRUE, TRUE);
	filtered = 0;
	assert_int_equal(IoCallDriver(f, irp), STATUS_SUCCESS);
	assert_int_equal(st, STATUS_SUCCESS);
	assert_int_equal(filtered, 1);
	assert_string_equal(buffer, "STACK");
	IoReuseIrp(irp, STATUS_NOT_SUPPORTED);
	assert_int_equal(irp->CurrentLocation, 3);
	EXPECT_CRASH((IofCompleteRequest(irp, 0), IofCompleteRequest(irp, 0)), "completed before");
	IoFreeIrp(irp);
	ExFreePool(buffer);
	EXPECT_CRASH(IoFreeIrp(irp), "no IRP");
	IoDetachDevice(o);
	IoDeleteDevice(f);
	IoDeleteDevice(o);
	nt_driver_delete(high);
	nt_driver_delete(low);
}

/* ---- a cancel-safe queue */
static struct {
	IO_CSQ csq;
	KSPIN_LOCK lock;
	LIST_ENTRY irps;
	unsigned cancelled;
} queue;
static VOID NTAPI q_insert(PIO_CSQ q, PIRP irp)
{
	InsertTailList(&queue.irps, &irp->Tail.Overlay.ListEntry);
}
static VOID NTAPI q_remove(PIO_CSQ q, PIRP irp)
{
	RemoveEntryList(&irp->Tail.Overlay.ListEntry);
}
static PIRP NTAPI q_peek(PIO_CSQ q, PIRP irp, PVOID context)
{
	PLIST_ENTRY next = irp ? irp->Tail.Overlay.ListEntry.Flink : queue.irps.Flink;
	return next == &queue.irps ? NULL : CONTAINING_RECORD(next, IRP, Tail.Overlay.ListEntry);
}
static VOID NTAPI q_acquire(PIO_CSQ q, PKIRQL irql)
{
	*irql = KeAcquireSpinLockRaiseToDpc(&queue.lock);
}
static VOID NTAPI q_release(PIO_CSQ q, KIRQL irql)
{
	KeReleaseSpinLock(&queue.lock, irql);
}
static VOID NTAPI q_cancelled(PIO_CSQ q, PIRP irp)
{
	queue.cancelled++;
	irp->IoStatus.Status = STATUS_CANCELLED;
}
static void cancel_safe_queue(void **state)
{
	PIRP irp[3];
	IO_CSQ_IRP_CONTEXT context;
	KeInitializeSpinLock(&queue.lock);
	InitializeListHead(&queue.irps);
	IoCsqInitialize(&queue.csq, q_insert, q_remove, q_peek, q_acquire, q_release, q_cancelled);
	for (int i = 0; i < 3; i++) {
		irp[i] = IoAllocateIrp(1, FALSE);
		IoSetNextIrpStackLocation(irp[i]);
		IoCsqInsertIrp(&queue.csq, irp[i], i == 2 ? &context : NULL);
	}
	assert_ptr_equal(IoCsqRemoveNextIrp(&queue.csq, NULL), irp[0]);
	assert_true(IoCancelIrp(irp[1]));
	assert_int_equal(queue.cancelled, 1);
	assert_false(IoCancelIrp(irp[1]));
	assert_ptr_equal(IoCsqRemoveIrp(&queue.csq, &context), irp[2]);
	assert_null(IoCsqRemoveIrp(&queue.csq, &context));
	assert_null(IoCsqRemoveNextIrp(&queue.csq, NULL));
	IoCancelIrp(irp[0]); /* cancelled before it is queued: completed at once */
	IoCsqInsertIrp(&queue.csq, irp[0], NULL);
	assert_int_equal(queue.cancelled, 2);
	assert_true(IsListEmpty(&queue.irps));
	assert_int_equal(KeGetCurrentIrql(), PASSIVE_LEVEL);
	for (int i = 0; i < 3; i++)
		IoFreeIrp(irp[i]);
}

/* ---- the log */
static void log_lines(void **state)
{
	GUID g = {0x0d4fdc09, 0x8c27, 0x494a, {0xbd, 0xa0, 0x50, 0x5e, 0x4f, 0xd8, 0xad, 0xae}};
	ULONG v = 10;
	DbgPrint("one %d\ntwo %s\n", 1, "x");
	assert_int_equal(logs, 2);
	assert_string_equal(logged[0], "DbgPrint: one 1");
	assert_string_equal(logged[1], "DbgPrint: two x");
	WmiTraceMessage(0, 2, &g, 17, &v, sizeof v, "text", (SIZE_T)5, u"wide", (SIZE_T)10, NULL);
	assert_string_equal(logged[2], "wpp: {0d4fdc09-8c27-494a-bda0-505e4fd8adae}:17 [4 0a000000] [5 \"text\"] [10 \"wide\"]");
	size_t size = sizeof(IO_ERROR_LOG_PACKET) + 4 + 12;
	IO_ERROR_LOG_PACKET *p = IoAllocateErrorLogEntry(NULL, (UCHAR)size);
	p->ErrorCode = (NTSTATUS)0xc0001389;
	p->DumpDataSize = 8;
	p->DumpData[0] = 1;
	(&p->DumpData[0])[1] = 2;
	p->NumberOfStrings = 1;
	p->StringOffset = (USHORT)(sizeof *p + 4);
	memcpy((char *)p + p->StringOffset, u"Link", 10);
	IoWriteErrorLogEntry(p);
	assert_string_equal(logged[3], "error log: event 0xc0001389, status 0x00000000, unique value 0, data 0x1 0x2, \"Link\"");
	assert_null(IoAllocateErrorLogEntry(NULL, 250));
	EXPECT_CRASH(DbgBreakPoint(), "");
}

/* ---- DMA */
static unsigned elements;
static uint64_t element_bytes;
static VOID NTAPI got_list(PDEVICE_OBJECT device, PIRP irp, PSCATTER_GATHER_LIST list, PVOID context)
{
	struct {
		ULONG count;
		ULONG_PTR reserved;
		struct {
			PHYSICAL_ADDRESS address;
			ULONG length;
			ULONG_PTR reserved;
		} e[];
	} *l = (void *)list;
	elements = l->count;
	element_bytes = 0;
	for (ULONG i = 0; i < l->count; i++) {
		assert_non_null(nt_virt((uint64_t)l->e[i].address.QuadPart));
		element_bytes += l->e[i].length;
	}
	*(PSCATTER_GATHER_LIST *)context = list;
}
static void dma(void **state)
{
	DRIVER_OBJECT *d = driver("dma");
	DEVICE_OBJECT *o = device(d, NULL);
	DEVICE_DESCRIPTION desc = {.Version = 2, .Master = TRUE, .ScatterGather = TRUE, .Dma64BitAddresses = TRUE, .MaximumLength = 65536};
	ULONG registers;
	PDMA_ADAPTER a = IoGetDmaAdapter(o, &desc, &registers);
	assert_non_null(a);
	assert_true(registers >= 16);
	PHYSICAL_ADDRESS logical;
	char *common = a->DmaOperations->AllocateCommonBuffer(a, 20000, &logical, TRUE);
	assert_int_equal(logical.QuadPart, nt_phys(common));
	a->DmaOperations->FreeCommonBuffer(a, 20000, logical, common, TRUE);
	char *p = ExAllocatePoolWithTag(NonPagedPool, 30000, 'amdT');
	PMDL m = IoAllocateMdl(p + 10, 20000, FALSE, FALSE, NULL), m2 = IoAllocateMdl(p + 25000, 1000, FALSE, FALSE, NULL);
	MmBuildMdlForNonPagedPool(m);
	MmBuildMdlForNonPagedPool(m2);
	m->Next = m2;
	PSCATTER_GATHER_LIST list;
	assert_int_equal(a->DmaOperations->GetScatterGatherList(a, o, m, p + 110, 20500, got_list, &list, TRUE), STATUS_SUCCESS);
	assert_int_equal(elements, 2);
	assert_int_equal(element_bytes, 20500);
	a->DmaOperations->PutScatterGatherList(a, list, TRUE);
	assert_int_equal(a->DmaOperations->GetScatterGatherList(a, o, m, p + 110, 99999, got_list, &list, TRUE), STATUS_BUFFER_TOO_SMALL);
	EXPECT_CRASH(a->DmaOperations->GetDmaTransferInfo(a, m, 0, 0, TRUE, NULL), "does not have");
	a->DmaOperations->PutDmaAdapter(a);
	desc.Dma64BitAddresses = FALSE;
	unsigned findings = nt_finding_count();
	assert_null(IoGetDmaAdapter(o, &desc, &registers));
	assert_int_equal(nt_finding_count(), findings + 1);
	IoFreeMdl(m);
	IoFreeMdl(m2);
	ExFreePool(p);
	IoDeleteDevice(o);
	nt_driver_delete(d);
}

/* ---- remove locks, local time */
static IO_REMOVE_LOCK *remove_lock;
static void release_later(void *ctx)
{
	usleep(20000);
	IoReleaseRemoveLock(remove_lock, ctx);
}
static void remove_locks(void **state)
{
	remove_lock = ExAllocatePoolWithTag(NonPagedPool, sizeof *remove_lock, 'mleR');
	IoInitializeRemoveLock(remove_lock, 'mleR', 0, 0);
	assert_int_equal(IoAcquireRemoveLock(remove_lock, NULL), STATUS_SUCCESS);
	assert_int_equal(IoAcquireRemoveLock(remove_lock, NULL), STATUS_SUCCESS);
	struct nt_thread *t = nt_thread_start("releaser", release_later, NULL);
	IoReleaseRemoveLockAndWait(remove_lock, NULL); /* returns only when the other holder let go */
	assert_int_equal(remove_lock->Common.IoCount, 0);
	nt_thread_join(t);
	assert_int_equal(IoAcquireRemoveLock(remove_lock, NULL), STATUS_DELETE_PENDING);
	ExFreePool(remove_lock);
	LARGE_INTEGER a = {.QuadPart = 123456789}, b;
	ExSystemTimeToLocalTime(&a, &b);
	assert_int_equal(a.QuadPart, b.QuadPart);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test_setup_teardown(files, setup, teardown),
	        cmocka_unit_test_setup_teardown(no_files, setup_log, teardown),
	        cmocka_unit_test_setup_teardown(stacks, setup, teardown),
	        cmocka_unit_test_setup_teardown(cancel_safe_queue, setup, teardown),
	        cmocka_unit_test_setup_teardown(log_lines, setup_log, teardown),
	        cmocka_unit_test_setup_teardown(dma, setup, teardown),
	        cmocka_unit_test_setup_teardown(remove_locks, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
