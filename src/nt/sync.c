/*
 * The dispatcher objects a driver sets itself: events, semaphores, mutexes. Waiting is wait.c's.
 *
 * A mutex's SignalState is 1 free, 0 owned, below that recursion. Its owner keeps it in a list; when the owner ends, its mutexes are
 * abandoned: the next owner's wait returns STATUS_ABANDONED. Acquiring a KMUTEX enters a critical region (ApcDisable 1), as documented for
 * KeInitializeMutex.
 */
#include "nt/core.h"
#include <string.h>

/* ---- events */
void NTAPI KeInitializeEvent(PRKEVENT Event, EVENT_TYPE Type, BOOLEAN State)
{
	nt_object_init(&Event->Header, Type == NotificationEvent ? NT_OBJECT_EVENT_NOTIFICATION : NT_OBJECT_EVENT_SYNC, sizeof *Event,
	               State ? 1 : 0);
}

static void check(const DISPATCHER_HEADER *h, const char *name)
{
	if (h->Type > NT_OBJECT_TIMER_SYNC || !h->WaitListHead.Flink)
		nt_crash_driver("bad object", "%s on %p, which was never initialized", name, (const void *)h);
}

static LONG set_event(PRKEVENT Event, bool pulse)
{
	nt_lock();
	LONG before = Event->Header.SignalState;
	Event->Header.SignalState = 1;
	nt_signal(&Event->Header);
	if (pulse)
		Event->Header.SignalState = 0;
	nt_unlock();
	nt_sched_point();
	return before;
}

LONG NTAPI KeSetEvent(PRKEVENT Event, KPRIORITY Increment, BOOLEAN Wait)
{
	check(&Event->Header, "KeSetEvent");
	return set_event(Event, false);
}

LONG NTAPI KePulseEvent(PRKEVENT Event, KPRIORITY Increment, BOOLEAN Wait)
{
	check(&Event->Header, "KePulseEvent");
	return set_event(Event, true);
}

LONG NTAPI KeResetEvent(PRKEVENT Event)
{
	nt_lock();
	LONG before = Event->Header.SignalState;
	Event->Header.SignalState = 0;
	nt_unlock();
	return before;
}

void NTAPI KeClearEvent(PRKEVENT Event)
{
	KeResetEvent(Event);
}

static LONG state(const DISPATCHER_HEADER *h)
{
	return __atomic_load_n(&h->SignalState, __ATOMIC_ACQUIRE);
}

LONG NTAPI KeReadStateEvent(PRKEVENT Event)
{
	return state(&Event->Header);
}

/* ---- semaphores */
void NTAPI KeInitializeSemaphore(PRKSEMAPHORE Semaphore, LONG Count, LONG Limit)
{
	nt_object_init(&Semaphore->Header, NT_OBJECT_SEMAPHORE, sizeof *Semaphore, Count);
	Semaphore->Limit = Limit;
}

LONG NTAPI KeReleaseSemaphore(PRKSEMAPHORE Semaphore, KPRIORITY Increment, LONG Adjustment, BOOLEAN Wait)
{
	check(&Semaphore->Header, "KeReleaseSemaphore");
	nt_lock();
	LONG before = Semaphore->Header.SignalState;
	if (before + (int64_t)Adjustment > Semaphore->Limit || Adjustment < 0) {
		nt_unlock();
		image_raise_status((uint32_t)STATUS_SEMAPHORE_LIMIT_EXCEEDED); /* as the page of KeReleaseSemaphore says */
	}
	Semaphore->Header.SignalState = before + Adjustment;
	nt_signal(&Semaphore->Header);
	nt_unlock();
	nt_sched_point();
	return before;
}

LONG NTAPI KeReadStateSemaphore(PRKSEMAPHORE Semaphore)
{
	return state(&Semaphore->Header);
}

/* ---- mutexes */
void NTAPI KeInitializeMutex(PRKMUTEX Mutex, ULONG Level)
{
	memset(Mutex, 0, sizeof *Mutex);
	nt_object_init(&Mutex->Header, NT_OBJECT_MUTANT, sizeof *Mutex, 1);
	Mutex->ApcDisable = 1;
}

void NTAPI KeInitializeMutant(PRKMUTEX Mutant, BOOLEAN InitialOwner)
{
	KeInitializeMutex(Mutant, 0);
	Mutant->ApcDisable = 0;
	if (InitialOwner)
		nt_wait_one(Mutant, 0, "a mutex");
}

static void give_back(KMUTANT *m, struct nt_thread *t, bool abandon)
{
	m->Header.SignalState = 1;
	m->OwnerThread = NULL;
	m->Abandoned = abandon;
	t->kernel_apc_disable += m->ApcDisable;
	RemoveEntryList(&m->MutantListEntry);
	nt_signal(&m->Header);
}

LONG NTAPI KeReleaseMutex(PRKMUTEX Mutex, BOOLEAN Wait)
{
	struct nt_thread *t = nt_self_checked("KeReleaseMutex");

	check(&Mutex->Header, "KeReleaseMutex");
	nt_lock();
	LONG before = Mutex->Header.SignalState;
	if (Mutex->OwnerThread != (struct _KTHREAD *)t->object) {
		nt_unlock();
		image_raise_status((uint32_t)STATUS_MUTANT_NOT_OWNED);
	}
	if (before < 0)
		Mutex->Header.SignalState++;
	else
		give_back(Mutex, t, false);
	nt_unlock();
	nt_sched_point();
	return before;
}

LONG NTAPI KeReleaseMutant(PRKMUTEX Mutant, KPRIORITY Increment, BOOLEAN Abandoned, BOOLEAN Wait)
{
	return KeReleaseMutex(Mutant, Wait);
}

LONG NTAPI KeReadStateMutex(PRKMUTEX Mutex)
{
	return state(&Mutex->Header);
}

LONG NTAPI KeReadStateMutant(PRKMUTEX Mutant)
{
	return state(&Mutant->Header);
}

/* The thread ends: nt_lock held. */
void nt_mutants_abandon(struct nt_thread *t)
{
	while (!IsListEmpty(&t->mutant_list))
		give_back(CONTAINING_RECORD(t->mutant_list.Flink, KMUTANT, MutantListEntry), t, true);
}

/* ---- APC regions: nothing delivers APCs here, but drivers ask, and ERESOURCEs and fast mutexes must be used inside one */
void NTAPI KeEnterCriticalRegion(void)
{
	nt_self_checked("KeEnterCriticalRegion")->kernel_apc_disable--;
}

void NTAPI KeLeaveCriticalRegion(void)
{
	struct nt_thread *t = nt_self_checked("KeLeaveCriticalRegion");
	if (t->kernel_apc_disable >= 0)
		nt_finding("critical region", "KeLeaveCriticalRegion without KeEnterCriticalRegion");
	else
		t->kernel_apc_disable++;
}

void NTAPI KeEnterGuardedRegion(void)
{
	nt_self_checked("KeEnterGuardedRegion")->special_apc_disable--;
}

void NTAPI KeLeaveGuardedRegion(void)
{
	struct nt_thread *t = nt_self_checked("KeLeaveGuardedRegion");
	if (t->special_apc_disable >= 0)
		nt_finding("critical region", "KeLeaveGuardedRegion without KeEnterGuardedRegion");
	else
		t->special_apc_disable++;
}

BOOLEAN NTAPI KeAreApcsDisabled(void)
{
	const struct nt_thread *t = nt_self_checked("KeAreApcsDisabled");
	return t->kernel_apc_disable < 0 || t->special_apc_disable < 0;
}

BOOLEAN NTAPI KeAreAllApcsDisabled(void)
{
	const struct nt_thread *t = nt_self_checked("KeAreAllApcsDisabled");
	return t->special_apc_disable < 0 || t->gs->pcr.Irql >= APC_LEVEL;
}
