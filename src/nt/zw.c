/*
 * The rest of Zw*: files, system information, and odds and ends. Pages: wdm, ntifs Zw*.
 *
 * Files. The machine has no file system: a path that names a device of ours is opened through its driver; any other does not exist, and a
 * log line says which one the driver wanted.
 */
#include "nt/exec.h"
#include <stdio.h>
#include <string.h>
#include <sched.h>

static NTSTATUS open_file(PHANDLE handle, ACCESS_MASK access, POBJECT_ATTRIBUTES a, PIO_STATUS_BLOCK iosb, const char *what)
{
	char name[300];
	FILE_OBJECT *f;
	if (!a || !a->ObjectName)
		return STATUS_INVALID_PARAMETER;
	nt_utf8_of_ustr(a->ObjectName, name, sizeof name);
	NTSTATUS st = nt_file_open(a->ObjectName, &f);
	if (!st) {
		st = nt_handle_create(f, access, handle);
		ObfDereferenceObject(f);
	} else if (st == STATUS_OBJECT_NAME_NOT_FOUND) {
		nt_logf("nt", "%s(%s): there is no such file; the machine has no file system", what, name);
	}
	if (iosb) {
		iosb->Status = st;
		iosb->Information = st ? 0 : FILE_OPENED;
	}
	return st;
}
NTSTATUS NTAPI ZwCreateFile(PHANDLE FileHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
                            PIO_STATUS_BLOCK IoStatusBlock, PLARGE_INTEGER AllocationSize, ULONG FileAttributes, ULONG ShareAccess,
                            ULONG CreateDisposition, ULONG CreateOptions, PVOID EaBuffer, ULONG EaLength)
{
	return open_file(FileHandle, DesiredAccess, ObjectAttributes, IoStatusBlock, "ZwCreateFile");
}
NTSTATUS NTAPI IoCreateFile(PHANDLE FileHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
                            PIO_STATUS_BLOCK IoStatusBlock, PLARGE_INTEGER AllocationSize, ULONG FileAttributes, ULONG ShareAccess,
                            ULONG Disposition, ULONG CreateOptions, PVOID EaBuffer, ULONG EaLength, CREATE_FILE_TYPE CreateFileType,
                            PVOID InternalParameters, ULONG Options)
{
	return open_file(FileHandle, DesiredAccess, ObjectAttributes, IoStatusBlock, "IoCreateFile");
}
NTSTATUS NTAPI ZwOpenFile(PHANDLE FileHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
                          PIO_STATUS_BLOCK IoStatusBlock, ULONG ShareAccess, ULONG OpenOptions)
{
	return open_file(FileHandle, DesiredAccess, ObjectAttributes, IoStatusBlock, "ZwOpenFile");
}
NTSTATUS NTAPI ZwQueryFullAttributesFile(POBJECT_ATTRIBUTES ObjectAttributes, PFILE_NETWORK_OPEN_INFORMATION FileInformation)
{
	char name[300];
	nt_utf8_of_ustr(ObjectAttributes->ObjectName, name, sizeof name);
	nt_logf("nt", "ZwQueryFullAttributesFile(%s): there is no such file; the machine has no file system", name);
	return STATUS_OBJECT_NAME_NOT_FOUND;
}

static NTSTATUS file_request(HANDLE file, HANDLE event, PIO_STATUS_BLOCK iosb, UCHAR major, ULONG code, PVOID in, ULONG in_bytes, PVOID out,
                             ULONG out_bytes, PLARGE_INTEGER offset)
{
	PVOID body, ev = NULL;
	KEVENT done;
	NTSTATUS st = ObReferenceObjectByHandle(file, 0, &nt_ob_file, KernelMode, &body, NULL);
	if (st)
		return st;
	if (event)
		st = ObReferenceObjectByHandle(event, 0, &nt_ob_event, KernelMode, &ev, NULL);
	FILE_OBJECT *f = body;
	PIRP irp = NULL;
	KeInitializeEvent(&done, NotificationEvent, FALSE);
	if (!st) {
		PDEVICE_OBJECT top = IoGetAttachedDevice(f->DeviceObject);
		irp = major == IRP_MJ_DEVICE_CONTROL
		              ? IoBuildDeviceIoControlRequest(code, top, in, in_bytes, out, out_bytes, FALSE, &done, iosb)
		              : IoBuildSynchronousFsdRequest(major, top, out, out_bytes, offset, &done, iosb);
		st = STATUS_INSUFFICIENT_RESOURCES;
		if (irp) {
			irp->Tail.Overlay.OriginalFileObject = f;
			IoGetNextIrpStackLocation(irp)->FileObject = f;
			st = IofCallDriver(top, irp);
			if (st == STATUS_PENDING) /* every handle of ours is synchronous */
				KeWaitForSingleObject(&done, Executive, KernelMode, FALSE, NULL);
			st = iosb->Status;
		}
	}
	if (ev) {
		KeSetEvent(ev, 0, FALSE);
		ObfDereferenceObject(ev);
	}
	ObfDereferenceObject(f);
	return st;
}
NTSTATUS NTAPI ZwReadFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext, PIO_STATUS_BLOCK IoStatusBlock,
                          PVOID Buffer, ULONG Length, PLARGE_INTEGER ByteOffset, PULONG Key)
{
	return file_request(FileHandle, Event, IoStatusBlock, IRP_MJ_READ, 0, NULL, 0, Buffer, Length, ByteOffset);
}
NTSTATUS NTAPI ZwWriteFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext, PIO_STATUS_BLOCK IoStatusBlock,
                           PVOID Buffer, ULONG Length, PLARGE_INTEGER ByteOffset, PULONG Key)
{
	return file_request(FileHandle, Event, IoStatusBlock, IRP_MJ_WRITE, 0, NULL, 0, Buffer, Length, ByteOffset);
}
NTSTATUS NTAPI ZwDeviceIoControlFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext,
                                     PIO_STATUS_BLOCK IoStatusBlock, ULONG IoControlCode, PVOID InputBuffer, ULONG InputBufferLength,
                                     PVOID OutputBuffer, ULONG OutputBufferLength)
{
	return file_request(FileHandle, Event, IoStatusBlock, IRP_MJ_DEVICE_CONTROL, IoControlCode, InputBuffer, InputBufferLength,
	                    OutputBuffer, OutputBufferLength, NULL);
}

/* ---- system information. Page: winternl NtQuerySystemInformation (ZwQuerySystemInformation). */
struct basic_information { /* SystemBasicInformation */
	ULONG reserved, timer_resolution, page_size, physical_pages, lowest_page, highest_page, allocation_granularity, pad;
	ULONG64 minimum_user, maximum_user, affinity;
	CCHAR processors;
	UCHAR tail[7];
};
_Static_assert(sizeof(struct basic_information) == 64, "SYSTEM_BASIC_INFORMATION");

NTSTATUS NTAPI ZwQuerySystemInformation(ULONG Class, PVOID Information, ULONG Length, PULONG ReturnLength)
{
	struct basic_information b = {0};
	uint64_t times[6] = {0};
	const void *answer;
	size_t bytes;
	const struct ram_header *h = nt_cfg.ram;
	switch (Class) {
	case 0: /* SystemBasicInformation */
		b.timer_resolution = 156250;
		b.page_size = RAM_PAGE;
		b.physical_pages = (ULONG)(h->ram_size / RAM_PAGE);
		b.lowest_page = (ULONG)(RAM_PHYS_BASE / RAM_PAGE);
		b.highest_page = b.lowest_page + b.physical_pages - 1;
		b.allocation_granularity = 65536;
		b.minimum_user = 0x10000;
		b.maximum_user = (ULONG64)(uintptr_t)MmHighestUserAddress;
		b.affinity = KeQueryActiveProcessors();
		b.processors = (CCHAR)nt_cpu_count();
		answer = &b;
		bytes = sizeof b;
		break;
	case 3: /* SystemTimeOfDayInformation: boot time, current time, bias, zone id, ... */
		times[1] = nt_system_time_100ns();
		times[0] = times[1] - nt_time_100ns();
		answer = times;
		bytes = sizeof times;
		break;
	case 0x67: { /* SystemCodeIntegrityInformation: length, options (1 = enabled) */
		static const ULONG ci[2] = {8, 1};
		answer = ci;
		bytes = sizeof ci;
		break;
	}
	default:
		nt_logf("nt", "ZwQuerySystemInformation(class %u): not provided", Class);
		return STATUS_INVALID_INFO_CLASS;
	}
	if (ReturnLength)
		*ReturnLength = (ULONG)bytes;
	if (Length < bytes)
		return STATUS_INFO_LENGTH_MISMATCH;
	memcpy(Information, answer, bytes);
	return STATUS_SUCCESS;
}

NTSTATUS NTAPI ZwPowerInformation(POWER_INFORMATION_LEVEL Level, PVOID InputBuffer, ULONG InputBufferLength, PVOID OutputBuffer,
                                  ULONG OutputBufferLength)
{
	nt_logf("nt", "ZwPowerInformation(level %d): not provided", (int)Level);
	return STATUS_NOT_SUPPORTED;
}

NTSTATUS NTAPI ZwYieldExecution(VOID)
{
	nt_sched_point();
	sched_yield();
	return STATUS_SUCCESS;
}

NTSTATUS NTAPI ZwAllocateLocallyUniqueId(PLUID Luid)
{
	static _Atomic ULONG64 next = 1000;
	ULONG64 v = next++;
	Luid->LowPart = (ULONG)v;
	Luid->HighPart = (LONG)(v >> 32);
	return STATUS_SUCCESS;
}

NTSTATUS NTAPI ZwDisplayString(PUNICODE_STRING String)
{
	char text[512];
	nt_utf8_of_ustr(String, text, sizeof text);
	nt_log("ZwDisplayString", text);
	return STATUS_SUCCESS;
}
