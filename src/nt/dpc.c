/*
 * DPCs. A queue per processor; it is emptied
 *
 *   by the holder of the processor's token when it lowers below DISPATCH_LEVEL (a snapshot: as many as were queued when it began),
 *   by the caller of KeInsertQueueDpc itself when it is below DISPATCH_LEVEL and the processor is its own and free,
 *   else by the processor's DPC thread, which is started when first needed.
 *
 * KDPC fields: DpcData is non-NULL while queued, Number is 0 or TARGET + processor, Importance and Type as set. DpcListEntry links the
 * queue. Threaded DPCs (KeInitializeThreadedDpc) run on the processor's DPC thread at PASSIVE_LEVEL, which the documentation allows besides
 * DISPATCH_LEVEL.
 */
#include "nt/core.h"
#include <stdio.h>
#include <string.h>
#include <sched.h>

#define TYPE_DPC      0x13
#define TYPE_THREADED 0x1a
#define TARGET        0x800

struct nt_cpu nt_cpus[NT_CPUS];
unsigned nt_cpus_active;

static void queue_lock(struct nt_cpu *c)
{
	while (atomic_flag_test_and_set_explicit(&c->queue_lock, memory_order_acquire))
		sched_yield();
}

static void queue_unlock(struct nt_cpu *c)
{
	atomic_flag_clear_explicit(&c->queue_lock, memory_order_release);
}

#define NEXT(dpc) (*(KDPC **)&(dpc)->DpcListEntry.Next)

static void append(KDPC **head, KDPC **tail, KDPC *d, bool front)
{
	NEXT(d) = front ? *head : NULL;
	if (!*head) {
		*head = *tail = d;
	} else if (front) {
		*head = d;
	} else {
		NEXT(*tail) = d;
		*tail = d;
	}
}

static bool unlink_dpc(KDPC **head, KDPC **tail, KDPC *d)
{
	KDPC *before = NULL;
	for (KDPC *i = *head; i; before = i, i = NEXT(i)) {
		if (i != d)
			continue;
		if (before)
			NEXT(before) = NEXT(d);
		else
			*head = NEXT(d);
		if (*tail == d)
			*tail = before;
		return true;
	}
	return false;
}

struct job {
	KDPC *dpc;
	PKDEFERRED_ROUTINE routine;
	void *context, *a1, *a2;
};

static bool pop(struct nt_cpu *c, bool threaded, struct job *j)
{
	KDPC **head = threaded ? &c->threaded_head : &c->head, **tail = threaded ? &c->threaded_tail : &c->tail;

	queue_lock(c);
	KDPC *d = *head;
	if (d) {
		*j = (struct job){d, d->DeferredRoutine, d->DeferredContext, d->SystemArgument1, d->SystemArgument2};
		*head = NEXT(d);
		if (!*head)
			*tail = NULL;
		atomic_store(&c->running[threaded], d); /* before the count: KeFlushQueuedDpcs looks at them in the other order */
		atomic_fetch_sub(threaded ? &c->threaded_queued : &c->queued, 1);
		__atomic_store_n(&d->DpcData, NULL, __ATOMIC_RELEASE); /* from here on the driver may queue it again, or free it */
	}
	queue_unlock(c);
	return d != NULL;
}

static void run(struct nt_cpu *c, const struct job *j, bool threaded)
{
	nt_callback_begin("a DPC", 0);
	j->routine(j->dpc, j->context, j->a1, j->a2);
	nt_callback_end();
	atomic_store(&c->running[threaded], NULL);
	atomic_fetch_add_explicit(&c->dpcs, 1, memory_order_relaxed);
}

void nt_dpc_drain(struct nt_thread *t)
{
	struct nt_cpu *c = &nt_cpus[t->cpu];
	struct job j;

	t->in_dpc++;
	for (unsigned n = atomic_load(&c->queued); n && pop(c, false, &j); n--)
		run(c, &j, false);
	t->in_dpc--;
}

void nt_dpc_serve(struct nt_cpu *c)
{
	struct nt_thread *t = nt_self_checked("a DPC");
	KIRQL old = t->gs->pcr.Irql;
	unsigned cpu = t->cpu;

	if (old >= DISPATCH_LEVEL || !nt_token_try(t, c->number)) {
		if (!atomic_load(&c->owner))
			nt_dpc_kick(c);
		return;
	}
	t->gs->pcr.Irql = DISPATCH_LEVEL;
	nt_lower(old);
	if (cpu != t->cpu && (!t->affinity || t->affinity >> cpu & 1))
		nt_cpu_set(t, cpu);
}

/* ---- the processor's DPC thread */
static void dpc_thread(void *arg)
{
	struct nt_cpu *c = arg;
	struct job j;

	nt_self()->affinity = (KAFFINITY)1 << c->number;
	nt_cpu_set(nt_self(), c->number);
	for (;;) {
		nt_lock();
		while (!c->kicked) {
			nt_block(NT_FOREVER, "DPCs");
			nt_check_kill();
		}
		c->kicked = false;
		nt_unlock();
		if (atomic_load(&c->queued))
			nt_lower(nt_raise(DISPATCH_LEVEL));
		for (unsigned n = atomic_load(&c->threaded_queued); n && pop(c, true, &j); n--)
			run(c, &j, true);
	}
}

static bool kick_locked(struct nt_cpu *c)
{
	c->kicked = true;
	if (c->dpc_thread)
		nt_wake(c->dpc_thread);
	else if (!c->starting)
		return c->starting = true;
	return false;
}

static void start_thread(struct nt_cpu *c)
{
	char name[32];
	snprintf(name, sizeof name, "DPC %u", c->number);
	struct nt_thread *t = nt_service_start(name, dpc_thread, c);
	nt_lock();
	c->dpc_thread = t;
	c->starting = t != NULL;
	nt_unlock();
}

void nt_dpc_kick(struct nt_cpu *c)
{
	nt_lock();
	bool start = kick_locked(c);
	nt_unlock();
	if (start)
		start_thread(c);
}

/* ---- queueing */
static bool put(struct nt_cpu *c, KDPC *d, void *a1, void *a2)
{
	void *none = NULL;
	bool threaded = d->Type == TYPE_THREADED;

	if ((d->Type != TYPE_DPC && d->Type != TYPE_THREADED) || !d->DeferredRoutine)
		nt_crash_driver("bad object", "KeInsertQueueDpc: DPC %p was never initialized", (void *)d);
	queue_lock(c);
	if (!__atomic_compare_exchange_n(&d->DpcData, &none, (void *)c, false, __ATOMIC_ACQ_REL, __ATOMIC_RELAXED)) {
		queue_unlock(c);
		return false;
	}
	d->SystemArgument1 = a1;
	d->SystemArgument2 = a2;
	if (threaded)
		append(&c->threaded_head, &c->threaded_tail, d, d->Importance == HighImportance);
	else
		append(&c->head, &c->tail, d, d->Importance == HighImportance);
	atomic_fetch_add(threaded ? &c->threaded_queued : &c->queued,
	                 1); /* then look at the owner; a releaser does it the other way round */
	queue_unlock(c);
	return true;
}

static struct nt_cpu *target(const KDPC *d, unsigned current)
{
	unsigned n = d->Number >= TARGET ? (unsigned)d->Number - TARGET : current;
	return &nt_cpus[n < nt_cpus_active ? n : 0];
}

struct nt_cpu *nt_dpc_insert_locked(KDPC *dpc, void *a1, void *a2, unsigned cpu, bool *inserted)
{
	struct nt_cpu *c = target(dpc, cpu);
	*inserted = put(c, dpc, a1, a2);
	if (!*inserted)
		return NULL;
	if (dpc->Type == TYPE_THREADED || !atomic_load(&c->owner))
		return c;
	return NULL;
}

BOOLEAN NTAPI KeInsertQueueDpc(PRKDPC Dpc, PVOID SystemArgument1, PVOID SystemArgument2)
{
	struct nt_thread *t = nt_self_checked("KeInsertQueueDpc");
	struct nt_cpu *c = target(Dpc, t->cpu);
	UCHAR type = Dpc->Type, importance = Dpc->Importance;

	if (!put(c, Dpc, SystemArgument1, SystemArgument2))
		return FALSE;
	struct nt_thread *owner = atomic_load(&c->owner);
	if (type == TYPE_THREADED)
		nt_dpc_kick(c);
	else if (owner)
		; /* it lowers sooner or later: t itself, or somebody else */
	else if (t->gs->pcr.Irql < DISPATCH_LEVEL && c->number == t->cpu && importance != LowImportance)
		nt_dpc_serve(c); /* at DISPATCH_LEVEL it would have preempted us by now */
	else
		nt_dpc_kick(c);
	nt_sched_point();
	return TRUE;
}

static bool take_back(KDPC *d)
{
	for (;;) {
		struct nt_cpu *c = __atomic_load_n(&d->DpcData, __ATOMIC_ACQUIRE);
		if (!c)
			return false;
		if (c < nt_cpus || c >= nt_cpus + NT_CPUS)
			nt_crash_driver("bad object", "KeRemoveQueueDpc: DPC %p was never initialized", (void *)d);
		queue_lock(c);
		bool found = __atomic_load_n(&d->DpcData, __ATOMIC_ACQUIRE) == (void *)c;
		if (found && unlink_dpc(&c->head, &c->tail, d))
			atomic_fetch_sub(&c->queued, 1);
		else if (found && unlink_dpc(&c->threaded_head, &c->threaded_tail, d))
			atomic_fetch_sub(&c->threaded_queued, 1);
		if (found)
			__atomic_store_n(&d->DpcData, NULL, __ATOMIC_RELEASE);
		queue_unlock(c);
		if (found)
			return true;
	}
}

BOOLEAN NTAPI KeRemoveQueueDpc(PRKDPC Dpc)
{
	return take_back(Dpc);
}

BOOLEAN NTAPI KeRemoveQueueDpcEx(PRKDPC Dpc, BOOLEAN WaitIfActive)
{
	bool removed = take_back(Dpc);
	for (unsigned i = 0; WaitIfActive && i < nt_cpus_active; i++)
		while ((atomic_load(&nt_cpus[i].running[0]) == Dpc && atomic_load(&nt_cpus[i].owner) != nt_self()) ||
		       atomic_load(&nt_cpus[i].running[1]) == Dpc)
			nt_yield();
	return removed;
}

/* Every DPC queued before this call has run when it returns: a DPC of ours goes through each queue behind them. */
struct barrier {
	KDPC dpc;
	KEVENT *event;
	_Atomic unsigned *left;
};

static void NTAPI barrier_reached(struct _KDPC *Dpc, PVOID DeferredContext, PVOID SystemArgument1, PVOID SystemArgument2)
{
	struct barrier *b = DeferredContext;
	if (atomic_fetch_sub(b->left, 1) == 1)
		KeSetEvent(b->event, 0, FALSE);
}

void NTAPI KeFlushQueuedDpcs(void)
{
	struct barrier b[NT_CPUS * 2];
	_Atomic unsigned left = nt_cpus_active * 2;
	KEVENT done;

	KeInitializeEvent(&done, NotificationEvent, FALSE);
	for (unsigned i = 0; i < nt_cpus_active * 2; i++) {
		if (i & 1)
			KeInitializeThreadedDpc(&b[i].dpc, barrier_reached, &b[i]);
		else
			KeInitializeDpc(&b[i].dpc, barrier_reached, &b[i]);
		b[i].dpc.Number = (USHORT)(TARGET + i / 2);
		b[i].event = &done;
		b[i].left = &left;
		struct nt_cpu *c = &nt_cpus[i / 2];
		bool idle = i & 1 ? !atomic_load(&c->threaded_queued) && !atomic_load(&c->running[1])
		                  : !atomic_load(&c->queued) && !atomic_load(&c->running[0]);
		if (idle) { /* nothing to go behind of: no need to wake a thread for it */
			barrier_reached(NULL, &b[i], NULL, NULL);
			continue;
		}
		KeInsertQueueDpc(&b[i].dpc, NULL, NULL);
	}
	nt_wait_one(&done, NT_FOREVER, "DPCs to finish");
}

/* ---- setting up */
void NTAPI KeInitializeDpc(PRKDPC Dpc, PKDEFERRED_ROUTINE DeferredRoutine, PVOID DeferredContext)
{
	memset(Dpc, 0, sizeof *Dpc);
	Dpc->Type = TYPE_DPC;
	Dpc->Importance = MediumImportance;
	Dpc->DeferredRoutine = DeferredRoutine;
	Dpc->DeferredContext = DeferredContext;
}

void NTAPI KeInitializeThreadedDpc(PRKDPC Dpc, PKDEFERRED_ROUTINE DeferredRoutine, PVOID DeferredContext)
{
	KeInitializeDpc(Dpc, DeferredRoutine, DeferredContext);
	Dpc->Type = TYPE_THREADED;
}

void NTAPI KeSetImportanceDpc(PRKDPC Dpc, KDPC_IMPORTANCE Importance)
{
	Dpc->Importance = (UCHAR)Importance;
}

void NTAPI KeSetTargetProcessorDpc(PRKDPC Dpc, CCHAR Number)
{
	if ((UCHAR)Number >= nt_cpus_active)
		nt_finding("processor", "KeSetTargetProcessorDpc(%u): there are %u processors", (UCHAR)Number, nt_cpus_active);
	Dpc->Number = (USHORT)(TARGET + (UCHAR)Number);
}

NTSTATUS NTAPI KeSetTargetProcessorDpcEx(PKDPC Dpc, PPROCESSOR_NUMBER ProcNumber)
{
	if (ProcNumber->Group != 0 || ProcNumber->Number >= nt_cpus_active || ProcNumber->Reserved)
		return STATUS_INVALID_PARAMETER;
	Dpc->Number = (USHORT)(TARGET + ProcNumber->Number);
	return STATUS_SUCCESS;
}

/* Time limits as the documentation gives them for a client: 20 s for one DPC in units of clock ticks would be the debugger's; none are
 * enforced here but the clock thread's. */
NTSTATUS NTAPI KeQueryDpcWatchdogInformation(PKDPC_WATCHDOG_INFORMATION WatchdogInformation)
{
	ULONG limit = (ULONG)(nt_hang_ms * NT_MS / KeQueryTimeIncrement());
	*WatchdogInformation = (KDPC_WATCHDOG_INFORMATION){
	        .DpcTimeLimit = limit, .DpcTimeCount = limit, .DpcWatchdogLimit = limit, .DpcWatchdogCount = limit};
	return STATUS_SUCCESS;
}

LOGICAL NTAPI KeIsExecutingDpc(void)
{
	return nt_self_checked("KeIsExecutingDpc")->in_dpc != 0;
}

LOGICAL NTAPI KeShouldYieldProcessor(void)
{
	const struct nt_thread *t = nt_self_checked("KeShouldYieldProcessor");
	return atomic_load(&nt_cpus[t->cpu].queued) != 0;
}

bool nt_dpc_in_range(const void *p, size_t n)
{
	bool found = false;
	for (unsigned i = 0; i < nt_cpus_active && !found; i++) {
		struct nt_cpu *c = &nt_cpus[i];
		if (!atomic_load(&c->queued) && !atomic_load(&c->threaded_queued))
			continue;
		queue_lock(c);
		for (KDPC *d = c->head; d && !found; d = NEXT(d))
			found = (uintptr_t)d - (uintptr_t)p < n;
		for (KDPC *d = c->threaded_head; d && !found; d = NEXT(d))
			found = (uintptr_t)d - (uintptr_t)p < n;
		queue_unlock(c);
	}
	return found;
}

void nt_dpc_init(void)
{
	for (unsigned i = 0; i < NT_CPUS; i++) {
		struct nt_cpu *c = &nt_cpus[i];
		memset(c, 0, sizeof *c);
		c->number = i;
		atomic_flag_clear(&c->queue_lock);
	}
}
