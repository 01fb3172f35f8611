/*
 * Remove locks: how many outstanding operations keep a device from being removed. IoCount is one for the lock's life plus one per acquisition; releasing
 * for removal waits until all are back. https://learn.microsoft.com/windows-hardware/drivers/kernel/using-remove-locks
 */
#include "nt/core.h"
#include <string.h>

void NTAPI IoInitializeRemoveLockEx(PIO_REMOVE_LOCK Lock, ULONG AllocateTag, ULONG MaxLockedMinutes, ULONG HighWatermark, ULONG RemlockSize)
{
	if (RemlockSize > sizeof *Lock) /* a checked build's longer form: its debug block stays unused */
		memset(Lock, 0, RemlockSize);
	memset(Lock, 0, sizeof *Lock);
	Lock->Common.IoCount = 1;
	KeInitializeEvent(&Lock->Common.RemoveEvent, SynchronizationEvent, FALSE);
}

static void drop(PIO_REMOVE_LOCK l, const char *name)
{
	LONG left = __atomic_sub_fetch(&l->Common.IoCount, 1, __ATOMIC_ACQ_REL);
	if (left == 0)
		KeSetEvent(&l->Common.RemoveEvent, 0, FALSE);
	else if (left < 0)
		nt_crash_driver("bad object", "%s on remove lock %p: released more often than acquired", name, (void *)l);
}

NTSTATUS NTAPI IoAcquireRemoveLockEx(PIO_REMOVE_LOCK RemoveLock, PVOID Tag, PCSTR File, ULONG Line, ULONG RemlockSize)
{
	nt_sched_point();
	__atomic_add_fetch(&RemoveLock->Common.IoCount, 1, __ATOMIC_ACQ_REL);
	if (!__atomic_load_n(&RemoveLock->Common.Removed, __ATOMIC_ACQUIRE))
		return STATUS_SUCCESS;
	drop(RemoveLock, "IoAcquireRemoveLock");
	return STATUS_DELETE_PENDING;
}

void NTAPI IoReleaseRemoveLockEx(PIO_REMOVE_LOCK RemoveLock, PVOID Tag, ULONG RemlockSize)
{
	drop(RemoveLock, "IoReleaseRemoveLock");
}

/* The caller holds the lock once; that and the lock's own count go, then the others are waited for. */
void NTAPI IoReleaseRemoveLockAndWaitEx(PIO_REMOVE_LOCK RemoveLock, PVOID Tag, ULONG RemlockSize)
{
	__atomic_store_n(&RemoveLock->Common.Removed, TRUE, __ATOMIC_RELEASE);
	drop(RemoveLock, "IoReleaseRemoveLockAndWait");
	if (__atomic_sub_fetch(&RemoveLock->Common.IoCount, 1, __ATOMIC_ACQ_REL) > 0)
		nt_wait_one(&RemoveLock->Common.RemoveEvent, NT_FOREVER, "a remove lock");
}
