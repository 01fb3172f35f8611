/*
 * Work items: a queue and worker threads. A worker is started when an item comes and none is idle, up to 64, because an item may wait for
 * another one; idle workers stay, asleep. Critical and higher queue types go to the front. IoXxx work items hold a reference to their
 * device while queued.
 */
#include "nt/core.h"
#include <stdio.h>
#include <string.h>

#define WORKERS_MAX 64

struct _IO_WORKITEM {
	WORK_QUEUE_ITEM item;
	PVOID object; /* DEVICE_OBJECT, or DRIVER_OBJECT (IoInitializeWorkItem takes either) */
	PIO_WORKITEM_ROUTINE routine;
	PIO_WORKITEM_ROUTINE_EX routine_ex;
	PVOID context;
	_Atomic bool queued;
	bool allocated;
};
static LIST_ENTRY queue; /* nt_lock, like all here */
static struct nt_thread *idle[WORKERS_MAX];
static unsigned idle_count, workers;

static void worker(void *arg)
{
	for (;;) {
		nt_lock();
		while (IsListEmpty(&queue)) {
			idle[idle_count++] = nt_self();
			nt_block(NT_FOREVER, "work");
			for (unsigned i = 0; i < idle_count; i++)
				if (idle[i] == nt_self()) { /* woken by nt_exit, not by an item */
					idle[i] = idle[--idle_count];
					break;
				}
			nt_check_kill();
		}
		WORK_QUEUE_ITEM *w = CONTAINING_RECORD(RemoveHeadList(&queue), WORK_QUEUE_ITEM, List);
		w->List.Flink = NULL;
		PWORKER_THREAD_ROUTINE routine = w->WorkerRoutine;
		PVOID parameter = w->Parameter;
		nt_unlock();
		nt_callback_begin("a work item", 0);
		routine(parameter);
		nt_callback_end();
	}
}

static bool is_queued(const WORK_QUEUE_ITEM *w)
{
	for (const LIST_ENTRY *e = queue.Flink; e != &queue; e = e->Flink)
		if (e == &w->List)
			return true;
	return false;
}

void NTAPI ExQueueWorkItem(PWORK_QUEUE_ITEM WorkItem, WORK_QUEUE_TYPE QueueType)
{
	char name[32];
	bool start = false;

	if (!WorkItem->WorkerRoutine)
		nt_crash_driver("bad object", "ExQueueWorkItem: work item %p was never initialized", (void *)WorkItem);
	nt_lock();
	if (is_queued(WorkItem)) {
		nt_unlock();
		nt_bugcheck(WORKER_INVALID, 1, (uint64_t)WorkItem, (uint64_t)WorkItem->WorkerRoutine, 0);
	}
	if (QueueType == DelayedWorkQueue)
		InsertTailList(&queue, &WorkItem->List);
	else
		InsertHeadList(&queue, &WorkItem->List);
	if (idle_count)
		nt_wake(idle[--idle_count]);
	else if (workers < WORKERS_MAX)
		start = workers++ < WORKERS_MAX;
	unsigned number = workers;
	nt_unlock();
	if (start) {
		snprintf(name, sizeof name, "worker %u", number);
		if (!nt_service_start(name, worker, NULL)) {
			nt_lock();
			workers--;
			nt_unlock();
		}
	}
	nt_sched_point();
}

/* ---- IoXxxWorkItem */
static void NTAPI run_io(PVOID parameter)
{
	struct _IO_WORKITEM *w = parameter;
	PVOID object = w->object, context = w->context;
	PIO_WORKITEM_ROUTINE routine = w->routine;
	PIO_WORKITEM_ROUTINE_EX routine_ex = w->routine_ex;

	atomic_store(&w->queued, false); /* the routine may free the item, or queue it again */
	if (routine_ex)
		routine_ex(object, context, w);
	else
		routine(object, context);
	ObfDereferenceObject(object);
}

static bool queue_io(struct _IO_WORKITEM *w, PIO_WORKITEM_ROUTINE routine, PIO_WORKITEM_ROUTINE_EX routine_ex, WORK_QUEUE_TYPE type,
                     PVOID context)
{
	if (atomic_exchange(&w->queued, true))
		return false;
	w->routine = routine;
	w->routine_ex = routine_ex;
	w->context = context;
	ObfReferenceObject(w->object);
	w->item.WorkerRoutine = run_io;
	w->item.Parameter = w;
	ExQueueWorkItem(&w->item, type);
	return true;
}

static void queue_or_tell(struct _IO_WORKITEM *w, PIO_WORKITEM_ROUTINE r, PIO_WORKITEM_ROUTINE_EX rx, WORK_QUEUE_TYPE type, PVOID context)
{
	if (!queue_io(w, r, rx, type, context))
		nt_bugcheck(WORKER_INVALID, 1, (uint64_t)w, 0, 0);
}

PIO_WORKITEM NTAPI IoAllocateWorkItem(PDEVICE_OBJECT DeviceObject)
{
	struct _IO_WORKITEM *w = nt_pool_alloc_for(nt_caller(), NonPagedPoolNx, sizeof *w, 'kwoI', true);
	if (w) {
		w->object = DeviceObject;
		w->allocated = true;
	}
	return w;
}

void NTAPI IoFreeWorkItem(PIO_WORKITEM IoWorkItem)
{
	if (atomic_load(&IoWorkItem->queued))
		nt_crash_driver("bad object", "IoFreeWorkItem on %p, which is still queued", (void *)IoWorkItem);
	if (!IoWorkItem->allocated)
		nt_finding("bad object", "IoFreeWorkItem on %p, which IoAllocateWorkItem did not allocate", (void *)IoWorkItem);
	else
		nt_pool_free(IoWorkItem);
}

ULONG NTAPI IoSizeofWorkItem(void)
{
	return sizeof(struct _IO_WORKITEM);
}

void NTAPI IoInitializeWorkItem(PVOID IoObject, PIO_WORKITEM IoWorkItem)
{
	memset(IoWorkItem, 0, sizeof *IoWorkItem);
	IoWorkItem->object = IoObject;
}

void NTAPI IoUninitializeWorkItem(PIO_WORKITEM IoWorkItem)
{
	if (atomic_load(&IoWorkItem->queued))
		nt_crash_driver("bad object", "IoUninitializeWorkItem on %p, which is still queued", (void *)IoWorkItem);
}

void NTAPI IoQueueWorkItem(PIO_WORKITEM IoWorkItem, PIO_WORKITEM_ROUTINE WorkerRoutine, WORK_QUEUE_TYPE QueueType, PVOID Context)
{
	queue_or_tell(IoWorkItem, WorkerRoutine, NULL, QueueType, Context);
}

void NTAPI IoQueueWorkItemEx(PIO_WORKITEM IoWorkItem, PIO_WORKITEM_ROUTINE_EX WorkerRoutine, WORK_QUEUE_TYPE QueueType, PVOID Context)
{
	queue_or_tell(IoWorkItem, NULL, WorkerRoutine, QueueType, Context);
}

BOOLEAN NTAPI IoTryQueueWorkItem(PIO_WORKITEM IoWorkItem, PIO_WORKITEM_ROUTINE_EX WorkerRoutine, WORK_QUEUE_TYPE QueueType, PVOID Context)
{
	return queue_io(IoWorkItem, NULL, WorkerRoutine, QueueType, Context);
}

void nt_workitem_drain(void)
{
	for (unsigned i = 0; i < 1000; i++) {
		nt_lock();
		bool empty = IsListEmpty(&queue) && idle_count == workers;
		nt_unlock();
		if (empty)
			return;
		LARGE_INTEGER ms = {.QuadPart = -(int64_t)NT_MS};
		KeDelayExecutionThread(KernelMode, FALSE, &ms);
	}
}

void nt_workitem_init(void)
{
	InitializeListHead(&queue);
	idle_count = workers = 0;
}
