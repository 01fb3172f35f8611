/*
 * Timers: KTIMER in the driver's memory, EX_TIMER in ours. One list sorted by due time, one timer thread (started when first needed) that
 * sleeps until the first is due, signals what has expired, queues its DPCs to the processor the timer was set on, and then runs those DPCs
 * itself where the processor is free: a timer's DPC costs no second wake-up.
 *
 * Due times are kept in scheduler time in KTIMER.DueTime. Absolute due times are converted when set: system time never jumps here. A
 * periodic timer that is late is not caught up: the next period counts from now. Tolerable delays are ignored; timers are as exact as the
 * host's.
 */
#include "nt/core.h"
#include <string.h>

#define EX_PERIOD 0xffffffffu /* KTIMER.Period of an EX_TIMER: its own period, in 100 ns, holds */

struct _EX_TIMER {
	KTIMER timer; /* first: an EX_TIMER is waited on by its address */
	KDPC dpc;
	PEXT_CALLBACK callback;
	void *context;
	uint64_t period;
	unsigned busy; /* DPCs queued or running */
	bool deleted;
	PEXT_DELETE_CALLBACK delete_callback;
	void *delete_context;
	struct nt_thread *runner;
};
static LIST_ENTRY timers; /* nt_lock, like all below */
static struct nt_thread *thread;
static bool starting;
static uint64_t sleeps_until;

static void insert(KTIMER *t)
{
	LIST_ENTRY *e = timers.Blink;
	while (e != &timers && CONTAINING_RECORD(e, KTIMER, TimerListEntry)->DueTime.QuadPart > t->DueTime.QuadPart)
		e = e->Blink;
	InsertHeadList(e, &t->TimerListEntry);
	t->Header.Inserted = 1;
}

static bool take_out(KTIMER *t)
{
	if (!t->Header.Inserted)
		return false;
	RemoveEntryList(&t->TimerListEntry);
	t->Header.Inserted = 0;
	return true;
}

/* nt_lock held; returns the processors that have DPCs to run now. */
static uint64_t expire(uint64_t now)
{
	uint64_t serve = 0;
	while (!IsListEmpty(&timers)) {
		KTIMER *t = CONTAINING_RECORD(timers.Flink, KTIMER, TimerListEntry);
		if (t->DueTime.QuadPart > now)
			break;
		take_out(t);
		uint64_t period = t->Period == EX_PERIOD ? ((struct _EX_TIMER *)t)->period : t->Period * NT_MS;
		if (period) {
			t->DueTime.QuadPart += period;
			if (t->DueTime.QuadPart <= now)
				t->DueTime.QuadPart = now + period;
			insert(t);
		}
		if (t->Dpc) {
			bool inserted;
			uint64_t at = nt_system_time_100ns();
			struct nt_cpu *c = nt_dpc_insert_locked(t->Dpc, (void *)(uintptr_t)(uint32_t)at, (void *)(uintptr_t)(at >> 32),
			                                        t->Processor, &inserted);
			if (inserted && t->Period == EX_PERIOD)
				((struct _EX_TIMER *)t)->busy++;
			if (c)
				serve |= 1ull << c->number;
		}
		t->Header.SignalState = 1;
		nt_signal(&t->Header);
	}
	return serve;
}

static void timer_thread(void *arg)
{
	for (;;) {
		nt_lock();
		uint64_t serve = expire(nt_time_100ns());
		if (!serve) {
			sleeps_until = IsListEmpty(&timers) ? NT_FOREVER
			                                    : CONTAINING_RECORD(timers.Flink, KTIMER, TimerListEntry)->DueTime.QuadPart;
			nt_block(sleeps_until, "timers");
			sleeps_until = 0;
			nt_check_kill();
		}
		nt_unlock();
		while (serve) {
			struct nt_cpu *c = &nt_cpus[__builtin_ctzll(serve)];
			serve &= serve - 1;
			if (serve || atomic_load(&c->threaded_queued))
				nt_dpc_kick(c); /* in parallel with the last one, which is ours */
			else
				nt_dpc_serve(c);
		}
	}
}

static void ensure_thread(void)
{
	nt_lock();
	bool start = !thread && !starting;
	starting = true;
	nt_unlock();
	if (!start)
		return;
	struct nt_thread *t = nt_service_start("timer", timer_thread, NULL);
	nt_lock();
	thread = t;
	starting = t != NULL;
	nt_unlock();
}

static bool set(KTIMER *t, uint64_t due, ULONG period, KDPC *dpc)
{
	ensure_thread();
	nt_lock();
	bool was = take_out(t);
	t->Header.SignalState = 0;
	t->DueTime.QuadPart = due;
	t->Period = period;
	t->Dpc = dpc;
	t->Processor = nt_cpu_current();
	insert(t);
	if (thread && due < sleeps_until)
		nt_wake(thread);
	nt_unlock();
	nt_sched_point();
	return was;
}

static void check(const KTIMER *t, const char *name)
{
	if ((t->Header.Type != NT_OBJECT_TIMER_NOTIFICATION && t->Header.Type != NT_OBJECT_TIMER_SYNC) || !t->Header.WaitListHead.Flink)
		nt_crash_driver("bad object", "%s on timer %p, which was never initialized", name, (const void *)t);
}

void NTAPI KeInitializeTimerEx(PKTIMER Timer, TIMER_TYPE Type)
{
	memset(Timer, 0, sizeof *Timer);
	nt_object_init(&Timer->Header, Type == NotificationTimer ? NT_OBJECT_TIMER_NOTIFICATION : NT_OBJECT_TIMER_SYNC, 0, 0);
}

void NTAPI KeInitializeTimer(PKTIMER Timer)
{
	KeInitializeTimerEx(Timer, NotificationTimer);
}

BOOLEAN NTAPI KeSetTimerEx(PKTIMER Timer, LARGE_INTEGER DueTime, LONG Period, PKDPC Dpc)
{
	check(Timer, "KeSetTimer");
	return set(Timer, nt_deadline_of(&DueTime), Period > 0 ? (ULONG)Period : 0, Dpc);
}

BOOLEAN NTAPI KeSetTimer(PKTIMER Timer, LARGE_INTEGER DueTime, PKDPC Dpc)
{
	return KeSetTimerEx(Timer, DueTime, 0, Dpc);
}

BOOLEAN NTAPI KeSetCoalescableTimer(PKTIMER Timer, LARGE_INTEGER DueTime, ULONG Period, ULONG TolerableDelay, PKDPC Dpc)
{
	return KeSetTimerEx(Timer, DueTime, (LONG)Period, Dpc);
}

static bool cancel(KTIMER *t)
{
	nt_lock();
	bool was = take_out(t);
	nt_unlock();
	return was;
}

BOOLEAN NTAPI KeCancelTimer(PKTIMER Timer)
{
	check(Timer, "KeCancelTimer");
	bool was = cancel(Timer);
	nt_sched_point();
	return was;
}

BOOLEAN NTAPI KeReadStateTimer(PKTIMER Timer)
{
	return __atomic_load_n(&Timer->Header.SignalState, __ATOMIC_ACQUIRE) != 0;
}

bool nt_timer_in_range(const void *p, size_t n)
{
	bool found = false;
	nt_lock();
	for (LIST_ENTRY *e = timers.Flink; e != &timers && !found; e = e->Flink)
		found = (uintptr_t)CONTAINING_RECORD(e, KTIMER, TimerListEntry) - (uintptr_t)p < n;
	nt_unlock();
	return found;
}

/* ---- EX_TIMER: https://learn.microsoft.com/windows-hardware/drivers/kernel/exxxxtimer-routines-and-ex-timer-objects */
static void dispose(struct _EX_TIMER *t)
{
	if (t->delete_callback)
		t->delete_callback(t->delete_context);
	nt_pool_free(t);
}

static void NTAPI ex_expired(struct _KDPC *Dpc, PVOID DeferredContext, PVOID SystemArgument1, PVOID SystemArgument2)
{
	struct _EX_TIMER *t = DeferredContext;

	nt_lock();
	t->runner = nt_self();
	bool call = t->callback && !t->deleted;
	nt_unlock();
	if (call)
		t->callback(t, t->context);
	nt_lock();
	t->runner = NULL;
	bool last = --t->busy == 0 && t->deleted;
	nt_unlock();
	if (last)
		dispose(t);
}

PEX_TIMER NTAPI ExAllocateTimer(PEXT_CALLBACK Callback, PVOID CallbackContext, ULONG Attributes)
{
	struct _EX_TIMER *t = nt_pool_alloc(sizeof *t, 'mTxE');
	if (!t)
		return NULL;
	KeInitializeTimerEx(&t->timer, Attributes & EX_TIMER_NOTIFICATION ? NotificationTimer : SynchronizationTimer);
	KeInitializeDpc(&t->dpc, ex_expired, t);
	t->callback = Callback;
	t->context = CallbackContext;
	return t;
}

BOOLEAN NTAPI ExSetTimer(PEX_TIMER Timer, LONGLONG DueTime, LONGLONG Period, PEXT_SET_PARAMETERS Parameters)
{
	LARGE_INTEGER due = {.QuadPart = DueTime};

	Timer->period = Period > 0 ? (uint64_t)Period : 0;
	return set(&Timer->timer, nt_deadline_of(&due), EX_PERIOD, &Timer->dpc);
}

BOOLEAN NTAPI ExCancelTimer(PEX_TIMER Timer, PEXT_CANCEL_PARAMETERS Parameters)
{
	return cancel(&Timer->timer);
}

BOOLEAN NTAPI ExDeleteTimer(PEX_TIMER Timer, BOOLEAN Cancel, BOOLEAN Wait, PEXT_DELETE_PARAMETERS Parameters)
{
	bool was = false, now;

	if (Wait && nt_irql() >= DISPATCH_LEVEL)
		nt_finding("IRQL", "ExDeleteTimer with Wait at %s", nt_irql_name(nt_irql()));
	if (!Cancel && Timer->timer.Header.Inserted)
		nt_finding("timer", "ExDeleteTimer without Cancel while the timer is set");
	was = cancel(&Timer->timer);
	nt_lock();
	if (Parameters) {
		Timer->delete_callback = Parameters->DeleteCallback;
		Timer->delete_context = Parameters->DeleteContext;
	}
	while (Wait && Timer->busy && Timer->runner != nt_self()) {
		nt_unlock();
		nt_yield();
		nt_lock();
	}
	Timer->deleted = true;
	now = !Timer->busy;
	nt_unlock();
	if (now)
		dispose(Timer);
	return was;
}

void nt_timer_init(void)
{
	InitializeListHead(&timers);
	thread = NULL;
	starting = false;
	sleeps_until = 0;
}
