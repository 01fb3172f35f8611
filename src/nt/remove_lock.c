/*
 * Remove locks and I/O timers. Pages: wdm IoInitializeRemoveLock, IoReleaseRemoveLockAndWait, IoInitializeTimer.
 *
 * A remove lock's IoCount starts at 1; ReleaseRemoveLockAndWait gives that one back with the caller's own and waits for the others. An I/O
 * timer calls its routine about once a second at DISPATCH_LEVEL; there is one per device object, kept beside it (the DDI leaves IO_TIMER
 * opaque).
 */
#include "nt/exec.h"
#include <string.h>

VOID NTAPI IoInitializeRemoveLockEx(PIO_REMOVE_LOCK Lock, ULONG AllocateTag, ULONG MaxLockedMinutes, ULONG HighWatermark, ULONG RemlockSize)
{
	Lock->Common.Removed = FALSE;
	Lock->Common.IoCount = 1;
	KeInitializeEvent(&Lock->Common.RemoveEvent, SynchronizationEvent, FALSE);
}

NTSTATUS NTAPI IoAcquireRemoveLockEx(PIO_REMOVE_LOCK Lock, PVOID Tag, PCSTR File, ULONG Line, ULONG RemlockSize)
{
	InterlockedIncrement(&Lock->Common.IoCount);
	if (!Lock->Common.Removed)
		return STATUS_SUCCESS;
	if (InterlockedDecrement(&Lock->Common.IoCount) == 0)
		KeSetEvent(&Lock->Common.RemoveEvent, 0, FALSE);
	return STATUS_DELETE_PENDING;
}

VOID NTAPI IoReleaseRemoveLockEx(PIO_REMOVE_LOCK Lock, PVOID Tag, ULONG RemlockSize)
{
	LONG left = InterlockedDecrement(&Lock->Common.IoCount);
	if (left < 0 || (!left && !Lock->Common.Removed)) {
		char who[200];
		nt_finding("remove lock", "%s releases a remove lock more often than it acquired it",
		           nt_where_text(nt_caller(), who, sizeof who));
	}
	if (!left)
		KeSetEvent(&Lock->Common.RemoveEvent, 0, FALSE);
}

VOID NTAPI IoReleaseRemoveLockAndWaitEx(PIO_REMOVE_LOCK Lock, PVOID Tag, ULONG RemlockSize)
{
	Lock->Common.Removed = TRUE;
	IoReleaseRemoveLockEx(Lock, Tag, RemlockSize);
	if (InterlockedDecrement(&Lock->Common.IoCount) > 0)
		KeWaitForSingleObject(&Lock->Common.RemoveEvent, Executive, KernelMode, FALSE, NULL);
}

/* ---- the lab's Windows lives in UTC: reports and traces compare, wherever they were made */
VOID NTAPI ExSystemTimeToLocalTime(PLARGE_INTEGER System, PLARGE_INTEGER Local)
{
	*Local = *System;
}
VOID NTAPI ExLocalTimeToSystemTime(PLARGE_INTEGER Local, PLARGE_INTEGER System)
{
	*System = *Local;
}

/* ---- I/O timers */
struct io_timer {
	KTIMER timer;
	KDPC dpc;
	DEVICE_OBJECT *device;
	PIO_TIMER_ROUTINE routine;
	PVOID context;
};

static VOID NTAPI tick(struct _KDPC *Dpc, PVOID Context, PVOID A1, PVOID A2)
{
	struct io_timer *t = Context;
	((IO_TIMER_ROUTINE *)t->routine)(t->device, t->context);
}

NTSTATUS NTAPI IoInitializeTimer(PDEVICE_OBJECT DeviceObject, PIO_TIMER_ROUTINE TimerRoutine, PVOID Context)
{
	struct io_timer *t = (struct io_timer *)DeviceObject->Timer;
	if (!t) {
		t = nt_pool_alloc(sizeof *t, 0x546f4949u /* "IIoT" */);
		if (!t)
			return STATUS_INSUFFICIENT_RESOURCES;
		KeInitializeTimer(&t->timer);
		KeInitializeDpc(&t->dpc, (PKDEFERRED_ROUTINE)(void *)tick, t);
		t->device = DeviceObject;
		DeviceObject->Timer = (PIO_TIMER)t;
	}
	t->routine = TimerRoutine;
	t->context = Context;
	return STATUS_SUCCESS;
}

VOID NTAPI IoStartTimer(PDEVICE_OBJECT DeviceObject)
{
	struct io_timer *t = (struct io_timer *)DeviceObject->Timer;
	LARGE_INTEGER due = {.QuadPart = -10000000};
	if (t)
		KeSetTimerEx(&t->timer, due, 1000, &t->dpc);
}

VOID NTAPI IoStopTimer(PDEVICE_OBJECT DeviceObject)
{
	struct io_timer *t = (struct io_timer *)DeviceObject->Timer;
	if (t)
		KeCancelTimer(&t->timer);
}

/* Called when the device object dies. */
void nt_io_timer_delete(DEVICE_OBJECT *device)
{
	struct io_timer *t = (struct io_timer *)device->Timer;
	if (!t)
		return;
	KeCancelTimer(&t->timer);
	KeRemoveQueueDpc(&t->dpc);
	device->Timer = NULL;
	nt_pool_free(t);
}
