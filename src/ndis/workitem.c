/*
 * Work items: a routine of the driver's on a system thread at PASSIVE_LEVEL. The routine may free its own work item.
 * learn.microsoft.com/windows-hardware/drivers/network/ndis-i-o-work-items
 */
#include "ndis/io.h"

enum { IDLE, QUEUED, RUNNING, FREED_WHILE_RUNNING, QUEUED_WHILE_RUNNING };
struct workitem {
	struct io_object obj;
	WORK_QUEUE_ITEM item;
	_Atomic uint32_t state;
	NDIS_IO_WORKITEM_ROUTINE routine;
	PVOID context;
};

static void NTAPI run(PVOID parameter);

static void queue(struct workitem *w)
{
	w->item = (WORK_QUEUE_ITEM){.WorkerRoutine = run, .Parameter = w};
	ExQueueWorkItem(&w->item, CriticalWorkQueue);
}

static void NTAPI run(PVOID parameter)
{
	struct workitem *w = parameter;
	uint32_t state = QUEUED;
	/* The routine and context are read before the state changes: the routine may queue the item again with others. */
	NDIS_IO_WORKITEM_ROUTINE routine = w->routine;
	PVOID context = w->context;
	struct ndis_adapter *a = w->obj.adapter;
	if (!atomic_compare_exchange_strong(&w->state, &state, RUNNING)) {
		nt_pool_free(w); /* freed while it was queued: a finding was made then */
		return;
	}
	NDIS_CALLBACK_VOID(a ? a->trace_nic : 0xff, "NdisIoWorkItemRoutine", 0, routine, context, (NDIS_HANDLE)w);
	state = RUNNING;
	if (atomic_compare_exchange_strong(&w->state, &state, IDLE))
		return;
	if (state == FREED_WHILE_RUNNING) {
		nt_pool_free(w);
	} else { /* QUEUED_WHILE_RUNNING */
		w->state = QUEUED;
		queue(w);
	}
}

static void drop(struct io_object *o)
{
	struct workitem *w = base_container_of(o, struct workitem, obj);
	const uint32_t was = atomic_exchange(&w->state, FREED_WHILE_RUNNING);
	io_object_remove(o);
	if (was == IDLE)
		nt_pool_free(w);
	else if (was == QUEUED || was == QUEUED_WHILE_RUNNING)
		ndis_finding(w->obj.adapter, "workitem", "a work item was freed while it is queued; its routine is not called");
}

NDIS_HANDLE NTAPI NdisAllocateIoWorkItem(NDIS_HANDLE NdisObjectHandle)
{
	struct workitem *w = nt_pool_alloc(sizeof(*w), IO_TAG('N', 'D', 'w', 'i'));
	if (w)
		io_object_add(&w->obj, NDIS_OBJ_WORKITEM, NdisObjectHandle, drop);
	return w;
}

void NTAPI NdisFreeIoWorkItem(NDIS_HANDLE NdisIoWorkItemHandle)
{
	struct workitem *w = io_object_of(NdisIoWorkItemHandle, NDIS_OBJ_WORKITEM, "NdisFreeIoWorkItem");
	if (w)
		drop(&w->obj);
}

void NTAPI NdisQueueIoWorkItem(NDIS_HANDLE NdisIoWorkItemHandle, NDIS_IO_WORKITEM_ROUTINE Routine, PVOID WorkItemContext)
{
	struct workitem *w = io_object_of(NdisIoWorkItemHandle, NDIS_OBJ_WORKITEM, "NdisQueueIoWorkItem");
	if (!w)
		return;
	uint32_t state = w->state;
	if (state == QUEUED || state == QUEUED_WHILE_RUNNING) {
		ndis_finding(w->obj.adapter, "workitem", "NdisQueueIoWorkItem: the work item %p is queued already", (void *)w);
		return;
	}
	w->routine = Routine;
	w->context = WorkItemContext;
	state = IDLE;
	if (atomic_compare_exchange_strong(&w->state, &state, QUEUED)) {
		queue(w);
		return;
	}
	state = RUNNING;
	if (!atomic_compare_exchange_strong(&w->state, &state, QUEUED_WHILE_RUNNING) && state == IDLE) {
		w->state = QUEUED; /* the routine returned meanwhile */
		queue(w);
	}
}
