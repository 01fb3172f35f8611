/*
 * Waiting on dispatcher objects: events, mutexes, semaphores, timers, threads, processes. All under nt_lock.
 *
 * A wait links one KWAIT_BLOCK per object into the object's WaitListHead (first come, first served) and blocks. Whoever makes an object
 * signalled (nt_signal) satisfies waiters on their behalf, consuming the state, before it lets go of the lock; so a wake-up is never
 * stolen. Header.Type tells the kinds apart; KWAIT_BLOCK.SparePtr leads to our struct nt_wait.
 *
 * There are no user-mode APCs here: alertable waits are never alerted.
 */
#include "nt/core.h"
#include <string.h>

#define THREAD_BLOCKS 4 /* KeWaitForMultipleObjects without an array of the caller's: up to THREAD_WAIT_OBJECTS (3) */

struct nt_wait {
	struct nt_thread *t;
	KWAIT_BLOCK *blocks;
	ULONG count;
	bool all, done;
	NTSTATUS status;
};

void nt_object_init(DISPATCHER_HEADER *h, unsigned type, size_t bytes, LONG state)
{
	memset(h, 0, sizeof *h);
	h->Type = (UCHAR)type;
	h->Size = (UCHAR)(bytes / 4);
	h->SignalState = state;
	InitializeListHead(&h->WaitListHead);
}

static bool can_take(const DISPATCHER_HEADER *h, const struct nt_thread *t)
{
	if (h->Type == NT_OBJECT_MUTANT && ((const KMUTANT *)h)->OwnerThread == (void *)t->object)
		return true;
	return h->SignalState > 0;
}

/* Consumes the signal for `t`; true: the mutex was abandoned by its last owner. */
static bool take(DISPATCHER_HEADER *h, struct nt_thread *t)
{
	switch (h->Type) {
	case NT_OBJECT_EVENT_SYNC:
	case NT_OBJECT_TIMER_SYNC:
		h->SignalState = 0;
		return false;
	case NT_OBJECT_SEMAPHORE:
		h->SignalState--;
		return false;
	case NT_OBJECT_MUTANT: {
		KMUTANT *m = (KMUTANT *)h;
		if (--h->SignalState == 0) {
			m->OwnerThread = (struct _KTHREAD *)t->object;
			t->kernel_apc_disable -= m->ApcDisable;
			InsertTailList(&t->mutant_list, &m->MutantListEntry);
			bool abandoned = m->Abandoned;
			m->Abandoned = FALSE;
			return abandoned;
		}
		return false;
	}
	default:
		return false;
	}
}

static void finish(struct nt_wait *w, NTSTATUS status)
{
	w->status = status;
	w->done = true;
	for (ULONG i = 0; i < w->count; i++)
		RemoveEntryList(&w->blocks[i].WaitListEntry);
	nt_wake(w->t);
}

static bool try_all(struct nt_wait *w)
{
	bool abandoned = false;
	for (ULONG i = 0; i < w->count; i++)
		if (!can_take(w->blocks[i].Object, w->t))
			return false;
	for (ULONG i = 0; i < w->count; i++)
		abandoned |= take(w->blocks[i].Object, w->t);
	w->status = abandoned ? STATUS_ABANDONED_WAIT_0 : STATUS_WAIT_0;
	return true;
}

void nt_signal(DISPATCHER_HEADER *h)
{
	LIST_ENTRY *e = h->WaitListHead.Flink;
	while (e != &h->WaitListHead && h->SignalState > 0) {
		KWAIT_BLOCK *b = CONTAINING_RECORD(e, KWAIT_BLOCK, WaitListEntry);
		struct nt_wait *w = b->SparePtr;
		if (!w->all) {
			bool abandoned = take(h, w->t);
			finish(w, (abandoned ? STATUS_ABANDONED_WAIT_0 : STATUS_WAIT_0) + b->WaitKey);
			e = h->WaitListHead.Flink; /* finish unlinked it, perhaps its neighbour too */
		} else if (try_all(w)) {
			finish(w, w->status);
			e = h->WaitListHead.Flink;
		} else {
			e = e->Flink;
		}
	}
}

static void check_object(const DISPATCHER_HEADER *h, const char *name)
{
	if (!h)
		nt_crash_driver("bad object", "%s on a NULL object", name);
	if (h->Type > NT_OBJECT_TIMER_SYNC || !h->WaitListHead.Flink)
		nt_crash_driver("bad object", "%s on %p, which is no initialized event, mutex, semaphore, timer or thread", name,
		                (const void *)h);
}

static NTSTATUS wait(ULONG count, void *objects[], bool all, uint64_t deadline, KWAIT_BLOCK *blocks, const char *why)
{
	struct nt_thread *t = nt_self_checked("a wait");
	struct nt_wait w = {.t = t, .blocks = blocks, .count = count, .all = all};
	NTSTATUS status;

	nt_lock();
	for (ULONG i = 0; i < count; i++) {
		DISPATCHER_HEADER *h = objects[i];
		if (h->Type == NT_OBJECT_MUTANT && h->SignalState == (LONG)MINLONG && can_take(h, t)) {
			nt_unlock();
			return STATUS_MUTANT_LIMIT_EXCEEDED;
		}
		if (!all && can_take(h, t)) {
			status = (take(h, t) ? STATUS_ABANDONED_WAIT_0 : STATUS_WAIT_0) + (NTSTATUS)i;
			nt_unlock();
			return status;
		}
		blocks[i] = (KWAIT_BLOCK){.WaitType = all ? WaitAll : WaitAny,
		                          .WaitKey = (USHORT)i,
		                          .Thread = (struct _KTHREAD *)t->object,
		                          .Object = h,
		                          .SparePtr = &w};
	}
	if (all && try_all(&w)) {
		nt_unlock();
		return w.status;
	}
	if (deadline <= nt_time_100ns()) {
		nt_unlock();
		return STATUS_TIMEOUT;
	}
	if (t->gs->pcr.Irql >= DISPATCH_LEVEL && strcmp(why, "DPCs to finish")) {
		nt_unlock();
		nt_crash_driver("IRQL", "waits for %s at %s: a thread at DISPATCH_LEVEL or above must not block", why,
		                nt_irql_name(t->gs->pcr.Irql));
	}
	for (ULONG i = 0; i < count; i++)
		InsertTailList(&((DISPATCHER_HEADER *)objects[i])->WaitListHead, &blocks[i].WaitListEntry);
	nt_block(deadline, why);
	if (!w.done) {
		for (ULONG i = 0; i < count; i++)
			RemoveEntryList(&blocks[i].WaitListEntry);
		w.status = STATUS_TIMEOUT;
		nt_check_kill();
	}
	nt_unlock();
	return w.status;
}

NTSTATUS nt_wait_one(void *object, uint64_t deadline, const char *why)
{
	KWAIT_BLOCK block;
	return wait(1, &object, false, deadline, &block, why);
}

static void check_irql(const char *name, const LARGE_INTEGER *timeout)
{
	KIRQL irql = nt_irql();
	if (irql > DISPATCH_LEVEL || (irql == DISPATCH_LEVEL && (!timeout || timeout->QuadPart != 0)))
		nt_finding("IRQL", "%s with a timeout other than 0 at %s", name, nt_irql_name(irql));
}

static const char *object_name(const DISPATCHER_HEADER *h)
{
	static const char *const name[] = {"an event",    "an event", "a mutex", "a process", "a queue",
	                                   "a semaphore", "a thread", "a gate",  "a timer",   "a timer"};
	return h->Type < ARRAY_LEN(name) ? name[h->Type] : "an object";
}

NTSTATUS NTAPI KeWaitForSingleObject(PVOID Object, KWAIT_REASON WaitReason, KPROCESSOR_MODE WaitMode, BOOLEAN Alertable,
                                     PLARGE_INTEGER Timeout)
{
	KWAIT_BLOCK block;

	check_object(Object, "KeWaitForSingleObject");
	check_irql("KeWaitForSingleObject", Timeout);
	nt_sched_point();
	return wait(1, &Object, false, nt_deadline_of(Timeout), &block, object_name(Object));
}

NTSTATUS NTAPI KeWaitForMultipleObjects(ULONG Count, PVOID Object[], WAIT_TYPE WaitType, KWAIT_REASON WaitReason, KPROCESSOR_MODE WaitMode,
                                        BOOLEAN Alertable, PLARGE_INTEGER Timeout, PKWAIT_BLOCK WaitBlockArray)
{
	KWAIT_BLOCK own[THREAD_BLOCKS];

	if (Count > MAXIMUM_WAIT_OBJECTS || (!WaitBlockArray && Count > THREAD_WAIT_OBJECTS))
		nt_bugcheck(MAXIMUM_WAIT_OBJECTS_EXCEEDED, Count, 0, 0, 0);
	for (ULONG i = 0; i < Count; i++)
		check_object(Object[i], "KeWaitForMultipleObjects");
	check_irql("KeWaitForMultipleObjects", Timeout);
	nt_sched_point();
	return wait(Count, Object, WaitType == WaitAll, nt_deadline_of(Timeout), WaitBlockArray ? WaitBlockArray : own,
	            Count ? object_name(Object[0]) : "nothing");
}

NTSTATUS NTAPI KeDelayExecutionThread(KPROCESSOR_MODE WaitMode, BOOLEAN Alertable, PLARGE_INTEGER Interval)
{
	struct nt_thread *t = nt_self_checked("KeDelayExecutionThread");
	uint64_t deadline = nt_deadline_of(Interval);

	if (t->gs->pcr.Irql >= DISPATCH_LEVEL)
		nt_crash_driver("IRQL", "KeDelayExecutionThread at %s: a thread at DISPATCH_LEVEL or above must not block",
		                nt_irql_name(t->gs->pcr.Irql));
	if (deadline <= nt_time_100ns()) {
		nt_yield();
		return STATUS_SUCCESS;
	}
	nt_lock();
	nt_block(deadline, "a delay");
	nt_check_kill();
	nt_unlock();
	return STATUS_SUCCESS;
}
