/*
 * Device queues: the classic serialization of IRPs for one device. Busy says that the device works on something; the first insert into an
 * idle queue only makes it busy and queues nothing.
 * https://learn.microsoft.com/windows-hardware/drivers/kernel/introduction-to-device-queues
 */
#include "nt/core.h"
#include <string.h>

#define TYPE_DEVICE_QUEUE 0x14

void NTAPI KeInitializeDeviceQueue(PKDEVICE_QUEUE DeviceQueue)
{
	memset(DeviceQueue, 0, sizeof *DeviceQueue);
	DeviceQueue->Type = TYPE_DEVICE_QUEUE;
	DeviceQueue->Size = sizeof *DeviceQueue;
	InitializeListHead(&DeviceQueue->DeviceListHead);
}

static KIRQL enter(PKDEVICE_QUEUE q)
{
	return KeAcquireSpinLockRaiseToDpc(&q->Lock);
}

static BOOLEAN insert(PKDEVICE_QUEUE q, PKDEVICE_QUEUE_ENTRY e, bool by_key)
{
	KIRQL old = enter(q);
	BOOLEAN busy = q->Busy;

	if (busy) {
		LIST_ENTRY *at = q->DeviceListHead.Blink;
		while (by_key && at != &q->DeviceListHead &&
		       CONTAINING_RECORD(at, KDEVICE_QUEUE_ENTRY, DeviceListEntry)->SortKey > e->SortKey)
			at = at->Blink;
		InsertHeadList(at, &e->DeviceListEntry);
	}
	q->Busy = TRUE;
	e->Inserted = busy;
	KeReleaseSpinLock(&q->Lock, old);
	return busy;
}

BOOLEAN NTAPI KeInsertDeviceQueue(PKDEVICE_QUEUE DeviceQueue, PKDEVICE_QUEUE_ENTRY DeviceQueueEntry)
{
	return insert(DeviceQueue, DeviceQueueEntry, false);
}

BOOLEAN NTAPI KeInsertByKeyDeviceQueue(PKDEVICE_QUEUE DeviceQueue, PKDEVICE_QUEUE_ENTRY DeviceQueueEntry, ULONG SortKey)
{
	DeviceQueueEntry->SortKey = SortKey;
	return insert(DeviceQueue, DeviceQueueEntry, true);
}

static PKDEVICE_QUEUE_ENTRY remove_next(PKDEVICE_QUEUE q, bool by_key, ULONG key, bool only_if_busy)
{
	KIRQL old = enter(q);
	KDEVICE_QUEUE_ENTRY *found = NULL;

	if (!q->Busy && !only_if_busy)
		nt_finding("device queue", "an entry is removed from device queue %p, which is not busy", (void *)q);
	if (q->Busy) {
		if (IsListEmpty(&q->DeviceListHead)) {
			q->Busy = FALSE;
		} else {
			found = CONTAINING_RECORD(q->DeviceListHead.Flink, KDEVICE_QUEUE_ENTRY, DeviceListEntry);
			for (LIST_ENTRY *e = q->DeviceListHead.Flink; by_key && e != &q->DeviceListHead; e = e->Flink)
				if (CONTAINING_RECORD(e, KDEVICE_QUEUE_ENTRY, DeviceListEntry)->SortKey >= key) {
					found = CONTAINING_RECORD(e, KDEVICE_QUEUE_ENTRY, DeviceListEntry);
					break;
				}
			RemoveEntryList(&found->DeviceListEntry);
			found->Inserted = FALSE;
		}
	}
	KeReleaseSpinLock(&q->Lock, old);
	return found;
}

PKDEVICE_QUEUE_ENTRY NTAPI KeRemoveDeviceQueue(PKDEVICE_QUEUE DeviceQueue)
{
	return remove_next(DeviceQueue, false, 0, false);
}

PKDEVICE_QUEUE_ENTRY NTAPI KeRemoveByKeyDeviceQueue(PKDEVICE_QUEUE DeviceQueue, ULONG SortKey)
{
	return remove_next(DeviceQueue, true, SortKey, false);
}

PKDEVICE_QUEUE_ENTRY NTAPI KeRemoveByKeyDeviceQueueIfBusy(PKDEVICE_QUEUE DeviceQueue, ULONG SortKey)
{
	return remove_next(DeviceQueue, true, SortKey, true);
}

BOOLEAN NTAPI KeRemoveEntryDeviceQueue(PKDEVICE_QUEUE DeviceQueue, PKDEVICE_QUEUE_ENTRY DeviceQueueEntry)
{
	KIRQL old = enter(DeviceQueue);
	BOOLEAN was = DeviceQueueEntry->Inserted;
	if (was) {
		RemoveEntryList(&DeviceQueueEntry->DeviceListEntry);
		DeviceQueueEntry->Inserted = FALSE;
	}
	KeReleaseSpinLock(&DeviceQueue->Lock, old);
	return was;
}
