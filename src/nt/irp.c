/*
 * IRPs. Pages: kernel/i-o-completion, wdm IoCallDriver, IoCompleteRequest, IoAllocateIrp, IoBuildDeviceIoControlRequest, IoCancelIrp.
 *
 * An IRP with N stack locations is N+1 deep: CurrentLocation starts at N+1 and counts down as it is passed on, up as it completes. IRPs
 * that the I/O manager builds for a requester ("threaded" ones here: IoBuildSynchronousFsdRequest, IoBuildDeviceIoControlRequest, our own)
 * are finished by it when completion reaches the top: buffers copied back, status and event delivered, memory freed. Others must be stopped
 * by their owner's completion routine.
 */
#include "nt/exec.h"
#include <stdio.h>
#include <string.h>

#define TAG_IRP  0x20707249u /* "Irp " */
#define THREADED 0x80        /* ours, in AllocationFlags: the I/O manager finishes it */

const char *nt_irp_name(UCHAR major)
{
	static const char *const names[] = {"IRP_MJ_CREATE",
	                                    "IRP_MJ_CREATE_NAMED_PIPE",
	                                    "IRP_MJ_CLOSE",
	                                    "IRP_MJ_READ",
	                                    "IRP_MJ_WRITE",
	                                    "IRP_MJ_QUERY_INFORMATION",
	                                    "IRP_MJ_SET_INFORMATION",
	                                    "IRP_MJ_QUERY_EA",
	                                    "IRP_MJ_SET_EA",
	                                    "IRP_MJ_FLUSH_BUFFERS",
	                                    "IRP_MJ_QUERY_VOLUME_INFORMATION",
	                                    "IRP_MJ_SET_VOLUME_INFORMATION",
	                                    "IRP_MJ_DIRECTORY_CONTROL",
	                                    "IRP_MJ_FILE_SYSTEM_CONTROL",
	                                    "IRP_MJ_DEVICE_CONTROL",
	                                    "IRP_MJ_INTERNAL_DEVICE_CONTROL",
	                                    "IRP_MJ_SHUTDOWN",
	                                    "IRP_MJ_LOCK_CONTROL",
	                                    "IRP_MJ_CLEANUP",
	                                    "IRP_MJ_CREATE_MAILSLOT",
	                                    "IRP_MJ_QUERY_SECURITY",
	                                    "IRP_MJ_SET_SECURITY",
	                                    "IRP_MJ_POWER",
	                                    "IRP_MJ_SYSTEM_CONTROL",
	                                    "IRP_MJ_DEVICE_CHANGE",
	                                    "IRP_MJ_QUERY_QUOTA",
	                                    "IRP_MJ_SET_QUOTA",
	                                    "IRP_MJ_PNP"};
	return major < ARRAY_LEN(names) ? names[major] : "IRP_MJ_?";
}

VOID NTAPI IoInitializeIrp(PIRP Irp, USHORT PacketSize, CCHAR StackSize)
{
	memset(Irp, 0, PacketSize);
	Irp->Type = IO_TYPE_IRP;
	Irp->Size = PacketSize;
	Irp->StackCount = StackSize;
	Irp->CurrentLocation = (CCHAR)(StackSize + 1);
	InitializeListHead(&Irp->ThreadListEntry);
	Irp->Tail.Overlay.CurrentStackLocation = (PIO_STACK_LOCATION)(Irp + 1) + StackSize;
}
VOID NTAPI IoInitializeIrpEx(PIRP Irp, PDEVICE_OBJECT DeviceObject, USHORT PacketSize, CCHAR StackSize)
{
	IoInitializeIrp(Irp, PacketSize, StackSize);
}

static PIRP irp_new(CCHAR stack, const void *caller)
{
	if (stack < 1)
		return NULL;
	USHORT size = IoSizeOfIrp(stack);
	PIRP irp = nt_pool_alloc_for(caller, NonPagedPool, size, TAG_IRP, true);
	if (irp)
		IoInitializeIrp(irp, size, stack);
	return irp;
}

PIRP NTAPI IoAllocateIrp(CCHAR StackSize, BOOLEAN ChargeQuota)
{
	return irp_new(StackSize, nt_caller());
}
PIRP NTAPI IoAllocateIrpEx(PDEVICE_OBJECT DeviceObject, CCHAR StackSize, BOOLEAN ChargeQuota)
{
	return irp_new(StackSize, nt_caller());
}
USHORT NTAPI IoSizeOfIrpEx(PDEVICE_OBJECT DeviceObject, CCHAR StackSize)
{
	return IoSizeOfIrp(StackSize);
}
VOID NTAPI IoFreeIrp(PIRP Irp)
{
	if (Irp->Type != IO_TYPE_IRP)
		nt_crash_driver("bad IRP", "IoFreeIrp of %p, which is no IRP (freed before?)", Irp);
	Irp->Type = 0;
	ExFreePoolWithTag(Irp, TAG_IRP);
}
VOID NTAPI IoReuseIrp(PIRP Irp, NTSTATUS Iostatus)
{
	UCHAR flags = Irp->AllocationFlags;
	IoInitializeIrp(Irp, Irp->Size, Irp->StackCount);
	Irp->AllocationFlags = flags;
	Irp->IoStatus.Status = Iostatus;
}
VOID NTAPI IoCleanupIrp(PIRP Irp)
{
}

/* ---- calling and completing */
NTSTATUS NTAPI IofCallDriver(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
	char who[200];
	if (Irp->Type != IO_TYPE_IRP)
		nt_crash_driver("bad IRP", "%s calls IoCallDriver with %p, which is no IRP (freed before?)",
		                nt_where_text(nt_caller(), who, sizeof who), Irp);
	if (--Irp->CurrentLocation <= 0)
		nt_bugcheck(0x35 /* NO_MORE_IRP_STACK_LOCATIONS */, (uint64_t)(uintptr_t)Irp, 0, 0, 0);
	PIO_STACK_LOCATION s = --Irp->Tail.Overlay.CurrentStackLocation;
	s->DeviceObject = DeviceObject;
	if (s->MajorFunction > IRP_MJ_MAXIMUM_FUNCTION)
		nt_crash_driver("bad IRP", "%s sends major function 0x%02x", nt_where_text(nt_caller(), who, sizeof who), s->MajorFunction);
	PDRIVER_DISPATCH fn = DeviceObject->DriverObject->MajorFunction[s->MajorFunction];
	bool driver = image_contains((const void *)(uintptr_t)fn);
	if (driver)
		nt_callback_begin(nt_irp_name(s->MajorFunction), 0);
	NTSTATUS st = ((DRIVER_DISPATCH *)fn)(DeviceObject, Irp);
	if (driver)
		nt_callback_end();
	return st;
}

static void free_mdls(PIRP irp)
{
	for (MDL *m = irp->MdlAddress, *next; m; m = next) {
		next = m->Next;
		if (m->MdlFlags & MDL_PAGES_LOCKED)
			MmUnlockPages(m);
		IoFreeMdl(m);
	}
	irp->MdlAddress = NULL;
}

static void finish(PIRP irp)
{
	if (irp->Flags & IRP_ASSOCIATED_IRP) {
		PIRP master = irp->AssociatedIrp.MasterIrp;
		free_mdls(irp);
		IoFreeIrp(irp);
		if (InterlockedDecrement(&master->AssociatedIrp.IrpCount) == 0)
			IofCompleteRequest(master, IO_NO_INCREMENT);
		return;
	}
	if (!(irp->AllocationFlags & THREADED)) {
		irp->CurrentLocation = (CCHAR)(irp->StackCount + 2); /* a second completion is caught by it */
		nt_finding("IRP",
		           "an IRP from IoAllocateIrp was completed past its last stack location: its completion routine must return "
		           "STATUS_MORE_PROCESSING_REQUIRED and free it");
		return;
	}
	if (irp->Flags & IRP_BUFFERED_IO) {
		bool copy = (irp->Flags & IRP_INPUT_OPERATION) && irp->IoStatus.Status != STATUS_VERIFY_REQUIRED &&
		            !NT_ERROR(irp->IoStatus.Status);
		if (copy && irp->UserBuffer && irp->IoStatus.Information) {
			size_t max = nt_pool_size(irp->AssociatedIrp.SystemBuffer), n = irp->IoStatus.Information;
			size_t asked = (size_t)(uintptr_t)
			                       irp->Overlay.AsynchronousParameters.UserApcContext; /* the output length, kept there by us */
			if (n > asked || n > max) {
				nt_finding("IRP", "completed with IoStatus.Information %zu, but the caller's buffer has %zu bytes", n,
				           asked);
				n = asked < max ? asked : max;
			}
			memcpy(irp->UserBuffer, irp->AssociatedIrp.SystemBuffer, n);
		}
		if (irp->Flags & IRP_DEALLOCATE_BUFFER)
			nt_pool_free(irp->AssociatedIrp.SystemBuffer);
	}
	free_mdls(irp);
	if (irp->UserIosb)
		*irp->UserIosb = irp->IoStatus;
	PKEVENT event = irp->UserEvent;
	IoFreeIrp(irp);
	if (event)
		KeSetEvent(event, 0, FALSE);
}

VOID NTAPI IofCompleteRequest(PIRP Irp, CCHAR PriorityBoost)
{
	char who[200];
	if (Irp->Type != IO_TYPE_IRP || Irp->CurrentLocation > Irp->StackCount + 1)
		nt_crash_driver("bugcheck 0x00000044", "%s completes IRP %p, which was completed before (MULTIPLE_IRP_COMPLETE_REQUESTS)",
		                nt_where_text(nt_caller(), who, sizeof who), Irp);
	if (Irp->IoStatus.Status == STATUS_PENDING)
		nt_finding("IRP", "%s completes an IRP with STATUS_PENDING", nt_where_text(nt_caller(), who, sizeof who));
	if (Irp->CancelRoutine)
		nt_finding("IRP", "%s completes an IRP that still has a cancel routine", nt_where_text(nt_caller(), who, sizeof who));
	while (Irp->CurrentLocation <= Irp->StackCount) {
		PIO_STACK_LOCATION s = Irp->Tail.Overlay.CurrentStackLocation;
		Irp->CurrentLocation++;
		Irp->Tail.Overlay.CurrentStackLocation++;
		bool last = Irp->CurrentLocation > Irp->StackCount;
		PDEVICE_OBJECT device = last ? NULL : Irp->Tail.Overlay.CurrentStackLocation->DeviceObject;
		Irp->PendingReturned = (s->Control & SL_PENDING_RETURNED) != 0;
		if (!NT_SUCCESS(Irp->IoStatus.Status) && (s->Control & SL_ERROR_RETURNED) && !last)
			Irp->Tail.Overlay.CurrentStackLocation->Control |= SL_ERROR_RETURNED;
		bool invoke = NT_SUCCESS(Irp->IoStatus.Status) ? s->Control & SL_INVOKE_ON_SUCCESS : s->Control & SL_INVOKE_ON_ERROR;
		if ((invoke || (Irp->Cancel && (s->Control & SL_INVOKE_ON_CANCEL))) && s->CompletionRoutine) {
			PIO_COMPLETION_ROUTINE fn = s->CompletionRoutine;
			PVOID context = s->Context;
			bool driver = image_contains((const void *)(uintptr_t)fn);
			s->CompletionRoutine = NULL;
			s->Context = NULL;
			s->Control = 0;
			if (driver)
				nt_callback_begin("IoCompletion", 0);
			NTSTATUS st = ((IO_COMPLETION_ROUTINE *)fn)(device, Irp, context);
			if (driver)
				nt_callback_end();
			if (st == STATUS_MORE_PROCESSING_REQUIRED)
				return; /* the IRP may be gone */
		} else if (Irp->PendingReturned && !last) {
			IoMarkIrpPending(Irp);
		}
	}
	finish(Irp);
}

/* Page: wdm IoSetCompletionRoutineEx: keeps the driver's device referenced until the routine has run. */
struct ex_context {
	PIO_COMPLETION_ROUTINE fn;
	PVOID context;
	PDEVICE_OBJECT device;
};
static NTSTATUS NTAPI ex_complete(PDEVICE_OBJECT DeviceObject, PIRP Irp, PVOID Context)
{
	struct ex_context c = *(struct ex_context *)Context;
	nt_pool_free(Context);
	bool driver = image_contains((const void *)(uintptr_t)c.fn);
	if (driver)
		nt_callback_begin("IoCompletion", 0);
	NTSTATUS st = ((IO_COMPLETION_ROUTINE *)c.fn)(DeviceObject, Irp, c.context);
	if (driver)
		nt_callback_end();
	ObfDereferenceObject(c.device);
	return st;
}
NTSTATUS NTAPI IoSetCompletionRoutineEx(PDEVICE_OBJECT DeviceObject, PIRP Irp, PIO_COMPLETION_ROUTINE CompletionRoutine, PVOID Context,
                                        BOOLEAN OnSuccess, BOOLEAN OnError, BOOLEAN OnCancel)
{
	struct ex_context *c = nt_pool_alloc(sizeof *c, TAG_IRP);
	if (!c)
		return STATUS_INSUFFICIENT_RESOURCES;
	*c = (struct ex_context){CompletionRoutine, Context, DeviceObject};
	ObfReferenceObject(DeviceObject);
	IoSetCompletionRoutine(Irp, ex_complete, c, TRUE, TRUE, TRUE);
	IoGetNextIrpStackLocation(Irp)->Control =
	        (UCHAR)((OnSuccess ? SL_INVOKE_ON_SUCCESS : 0) | (OnError ? SL_INVOKE_ON_ERROR : 0) | (OnCancel ? SL_INVOKE_ON_CANCEL : 0));
	return STATUS_SUCCESS;
}

/* ---- cancel */
static KSPIN_LOCK cancel_lock;
VOID NTAPI IoAcquireCancelSpinLock(PKIRQL Irql)
{
	*Irql = KeAcquireSpinLockRaiseToDpc(&cancel_lock);
}
VOID NTAPI IoReleaseCancelSpinLock(KIRQL Irql)
{
	KeReleaseSpinLock(&cancel_lock, Irql);
}
BOOLEAN NTAPI IoCancelIrp(PIRP Irp)
{
	KIRQL old;
	IoAcquireCancelSpinLock(&old);
	Irp->Cancel = TRUE;
	PDRIVER_CANCEL fn = IoSetCancelRoutine(Irp, NULL);
	if (!fn) {
		IoReleaseCancelSpinLock(old);
		return FALSE;
	}
	Irp->CancelIrql = old; /* the routine releases the lock with it */
	((DRIVER_CANCEL *)fn)(IoGetCurrentIrpStackLocation(Irp)->DeviceObject, Irp);
	return TRUE;
}

/* ---- building */
static PIRP threaded(PDEVICE_OBJECT device, PKEVENT event, PIO_STATUS_BLOCK iosb)
{
	PIRP irp = irp_new(device->StackSize, NULL);
	if (!irp)
		return NULL;
	irp->AllocationFlags |= THREADED;
	irp->UserEvent = event;
	irp->UserIosb = iosb;
	irp->Tail.Overlay.Thread = (PETHREAD)KeGetCurrentThread();
	return irp;
}

static bool attach_mdl(PIRP irp, void *buffer, ULONG length, LOCK_OPERATION op)
{
	if (!length)
		return true;
	PMDL m = IoAllocateMdl(buffer, length, FALSE, FALSE, irp);
	if (m)
		MmProbeAndLockPages(m, KernelMode, op);
	return m;
}

static bool buffered(PIRP irp, const void *in, ULONG in_bytes, void *out, ULONG out_bytes)
{
	ULONG n = in_bytes > out_bytes ? in_bytes : out_bytes;
	irp->UserBuffer = out;
	irp->Overlay.AsynchronousParameters.UserApcContext = (PVOID)(uintptr_t)out_bytes;
	if (!n)
		return true;
	irp->AssociatedIrp.SystemBuffer = nt_pool_alloc(n, 0x20206f49u /* "Io  " */);
	if (!irp->AssociatedIrp.SystemBuffer)
		return false;
	if (in && in_bytes)
		memcpy(irp->AssociatedIrp.SystemBuffer, in, in_bytes);
	irp->Flags = IRP_BUFFERED_IO | IRP_DEALLOCATE_BUFFER | (out && out_bytes ? IRP_INPUT_OPERATION : 0);
	return true;
}

PIRP NTAPI IoBuildDeviceIoControlRequest(ULONG Code, PDEVICE_OBJECT Device, PVOID In, ULONG InLength, PVOID Out, ULONG OutLength,
                                         BOOLEAN InternalIoctl, PKEVENT Event, PIO_STATUS_BLOCK IoStatusBlock)
{
	PIRP irp = threaded(Device, Event, IoStatusBlock);
	bool ok = true;
	if (!irp)
		return NULL;
	PIO_STACK_LOCATION s = IoGetNextIrpStackLocation(irp);
	s->MajorFunction = InternalIoctl ? IRP_MJ_INTERNAL_DEVICE_CONTROL : IRP_MJ_DEVICE_CONTROL;
	s->Parameters.DeviceIoControl.IoControlCode = Code;
	s->Parameters.DeviceIoControl.InputBufferLength = InLength;
	s->Parameters.DeviceIoControl.OutputBufferLength = OutLength;
	switch (Code & 3) {
	case METHOD_BUFFERED:
		ok = buffered(irp, In, InLength, Out, OutLength);
		break;
	case METHOD_IN_DIRECT:
	case METHOD_OUT_DIRECT:
		ok = buffered(irp, In, InLength, NULL, 0);
		if (ok && Out)
			ok = attach_mdl(irp, Out, OutLength, (Code & 3) == METHOD_IN_DIRECT ? IoReadAccess : IoWriteAccess);
		break;
	default:
		irp->UserBuffer = Out;
		s->Parameters.DeviceIoControl.Type3InputBuffer = In;
	}
	if (!ok) {
		nt_pool_free(irp->AssociatedIrp.SystemBuffer);
		IoFreeIrp(irp);
		return NULL;
	}
	return irp;
}

static PIRP build_fsd(ULONG major, PDEVICE_OBJECT device, PVOID buffer, ULONG length, PLARGE_INTEGER offset, PKEVENT event,
                      PIO_STATUS_BLOCK iosb)
{
	PIRP irp = threaded(device, event, iosb);
	bool ok = true;
	if (!irp)
		return NULL;
	PIO_STACK_LOCATION s = IoGetNextIrpStackLocation(irp);
	s->MajorFunction = (UCHAR)major;
	if (major == IRP_MJ_READ || major == IRP_MJ_WRITE) {
		s->Parameters.Read.Length = length;
		if (offset)
			s->Parameters.Read.ByteOffset = *offset;
		if (device->Flags & DO_BUFFERED_IO)
			ok = buffered(irp, major == IRP_MJ_WRITE ? buffer : NULL, length, major == IRP_MJ_READ ? buffer : NULL,
			              major == IRP_MJ_READ ? length : 0);
		else if (device->Flags & DO_DIRECT_IO)
			ok = attach_mdl(irp, buffer, length, major == IRP_MJ_READ ? IoWriteAccess : IoReadAccess);
		else
			irp->UserBuffer = buffer;
	}
	if (!ok) {
		IoFreeIrp(irp);
		return NULL;
	}
	return irp;
}
PIRP NTAPI IoBuildSynchronousFsdRequest(ULONG Major, PDEVICE_OBJECT Device, PVOID Buffer, ULONG Length, PLARGE_INTEGER Offset,
                                        PKEVENT Event, PIO_STATUS_BLOCK Iosb)
{
	return build_fsd(Major, Device, Buffer, Length, Offset, Event, Iosb);
}
/* Not threaded: its builder's completion routine frees it. */
PIRP NTAPI IoBuildAsynchronousFsdRequest(ULONG Major, PDEVICE_OBJECT Device, PVOID Buffer, ULONG Length, PLARGE_INTEGER Offset,
                                         PIO_STATUS_BLOCK Iosb)
{
	PIRP irp = build_fsd(Major, Device, Buffer, Length, Offset, NULL, Iosb);
	if (irp)
		irp->AllocationFlags &= (UCHAR)~THREADED;
	return irp;
}
PIRP NTAPI IoMakeAssociatedIrp(PIRP Irp, CCHAR StackSize)
{
	PIRP a = irp_new(StackSize, nt_caller());
	if (a) {
		a->Flags |= IRP_ASSOCIATED_IRP;
		a->AssociatedIrp.MasterIrp = Irp;
		a->Tail.Overlay.Thread = Irp->Tail.Overlay.Thread;
	}
	return a;
}

/* ---- waiting for it */
static NTSTATUS NTAPI wake(PDEVICE_OBJECT DeviceObject, PIRP Irp, PVOID Context)
{
	KeSetEvent(Context, 0, FALSE);
	return STATUS_MORE_PROCESSING_REQUIRED;
}

/* Sends what the next stack location describes; the IRP is the caller's again afterwards. */
static NTSTATUS send_and_wait(PDEVICE_OBJECT device, PIRP irp)
{
	KEVENT done;
	KeInitializeEvent(&done, NotificationEvent, FALSE);
	IoSetCompletionRoutine(irp, wake, &done, TRUE, TRUE, TRUE);
	NTSTATUS st = IofCallDriver(device, irp);
	if (st == STATUS_PENDING) {
		KeWaitForSingleObject(&done, Executive, KernelMode, FALSE, NULL);
	} else if (!KeReadStateEvent(&done)) {
		nt_finding("IRP", "a dispatch routine returned 0x%08x without completing the IRP", (unsigned)st);
		irp->IoStatus.Status = st;
	}
	return irp->IoStatus.Status;
}

BOOLEAN NTAPI IoForwardIrpSynchronously(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
	if (Irp->CurrentLocation <= 1)
		return FALSE;
	IoCopyCurrentIrpStackLocationToNext(Irp);
	send_and_wait(DeviceObject, Irp);
	return TRUE;
}
NTSTATUS NTAPI IoSynchronousCallDriver(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
	return send_and_wait(DeviceObject, Irp);
}

NTSTATUS nt_irp_call(DEVICE_OBJECT *device, const IO_STACK_LOCATION *stack, NTSTATUS initial, ULONG_PTR *information)
{
	PDEVICE_OBJECT top = IoGetAttachedDeviceReference(device);
	PIRP irp = irp_new(top->StackSize, NULL);
	NTSTATUS st = STATUS_INSUFFICIENT_RESOURCES;
	if (irp) {
		irp->IoStatus.Status = initial;
		irp->IoStatus.Information = information ? *information : 0;
		irp->RequestorMode = KernelMode;
		irp->Tail.Overlay.Thread = (PETHREAD)KeGetCurrentThread();
		*IoGetNextIrpStackLocation(irp) = *stack;
		/* The PnP manager holds the device tree's lock while it sends an IRP, so drivers see normal kernel APCs disabled. */
		KeEnterCriticalRegion();
		st = send_and_wait(top, irp);
		KeLeaveCriticalRegion();
		if (information)
			*information = irp->IoStatus.Information;
		IoFreeIrp(irp);
	}
	ObfDereferenceObject(top);
	return st;
}

/* ---- small answers */
BOOLEAN NTAPI IoIs32bitProcess(PIRP Irp)
{
	return FALSE;
}
BOOLEAN NTAPI IoIsInitiator32bitProcess(PIRP Irp)
{
	return FALSE;
}
PEPROCESS NTAPI IoGetRequestorProcess(PIRP Irp)
{
	return (PEPROCESS)IoGetCurrentProcess();
}
ULONG NTAPI IoGetRequestorProcessId(PIRP Irp)
{
	return 4;
}
LOGICAL NTAPI IoIsValidIrpStatus(NTSTATUS Status)
{
	return Status != STATUS_PENDING;
}
IO_PRIORITY_HINT NTAPI IoGetIoPriorityHint(PIRP Irp)
{
	return IoPriorityNormal;
}
NTSTATUS NTAPI IoSetIoPriorityHint(PIRP Irp, IO_PRIORITY_HINT PriorityHint)
{
	return STATUS_SUCCESS;
}
