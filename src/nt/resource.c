/*
 * ERESOURCE: the reader/writer lock of the executive. State is under nt_lock; the owner table of shared holders is pool memory of ours,
 * entry 0 keeps its size, as in the structure's declaration. Grants are made by the releaser on the waiters' behalf:
 *
 *   exclusive released  ->  all shared waiters, else the first exclusive one
 *   last shared released ->  the first exclusive waiter
 *
 * A shared request waits behind exclusive waiters unless its thread is an owner already (ExAcquireResourceSharedLite), always waits behind
 * them (ExAcquireSharedWaitForExclusive), or never does (ExAcquireSharedStarveExclusive).
 * https://learn.microsoft.com/windows-hardware/drivers/kernel/introduction-to-eresource-routines
 */
#include "nt/core.h"
#include <string.h>

#define MAGIC     0x45524553ull
#define EXCLUSIVE 0x80 /* Flag */
enum mode { EXCL, SHARED, STARVE, WAIT };

struct waiter {
	struct list link;
	struct nt_thread *t;
	bool exclusive, granted;
};
/* Both waiter lists hang off SharedWaiters: pool memory, made with the resource. */
struct waiters {
	struct list shared, exclusive;
};

static struct waiters *waiters_of(const ERESOURCE *r)
{
	return r->SharedWaiters;
}

static void check(const ERESOURCE *r, const char *name)
{
	if ((uint64_t)r->Reserved2 != ((uint64_t)r ^ MAGIC))
		nt_crash_driver("bad object", "%s on ERESOURCE %p, which was never initialized (or was deleted)", name, (const void *)r);
}

static void check_region(const char *name)
{
	if (!KeAreApcsDisabled() && nt_irql() < APC_LEVEL)
		nt_finding("critical region", "%s with normal kernel APCs enabled: call KeEnterCriticalRegion first", name);
}

static ERESOURCE_THREAD me(void)
{
	return (ERESOURCE_THREAD)nt_self_checked("an ERESOURCE")->object;
}

static OWNER_ENTRY *find(const ERESOURCE *r, ERESOURCE_THREAD thread)
{
	for (ULONG i = 1; r->OwnerTable && i < r->OwnerTable[0].TableSize; i++)
		if (r->OwnerTable[i].OwnerThread == thread && r->OwnerTable[i].OwnerCount)
			return &r->OwnerTable[i];
	return NULL;
}

static void add_shared(ERESOURCE *r, ERESOURCE_THREAD thread)
{
	OWNER_ENTRY *e = find(r, thread);

	if (e) {
		e->OwnerCount++;
		return;
	}
	for (ULONG i = 1; r->OwnerTable && i < r->OwnerTable[0].TableSize; i++)
		if (!r->OwnerTable[i].OwnerCount)
			e = &r->OwnerTable[i];
	if (!e) {
		ULONG old = r->OwnerTable ? r->OwnerTable[0].TableSize : 0, size = old ? old * 2 : 8;
		OWNER_ENTRY *table = nt_pool_alloc(size * sizeof *table, 'rseR');
		if (!table) {
			nt_unlock();
			nt_bugcheck(0xC2 /* out of our own memory: nothing a driver could do */, 0, size, 0, 0);
		}
		if (old)
			memcpy(table, r->OwnerTable, old * sizeof *table);
		nt_pool_free(r->OwnerTable);
		table[0].TableSize = size;
		r->OwnerTable = table;
		e = &table[old ? old : 1];
	}
	e->OwnerThread = thread;
	e->OwnerCount = 1;
	r->ActiveEntries++;
	r->ActiveCount = 1;
}

static void own(ERESOURCE *r, ERESOURCE_THREAD thread)
{
	r->OwnerEntry.OwnerThread = thread;
	r->OwnerEntry.OwnerCount = 1;
	r->Flag |= EXCLUSIVE;
	r->ActiveEntries = 1;
	r->ActiveCount = 1;
}

static void grant(ERESOURCE *r, struct waiter *w)
{
	list_del(&w->link);
	if (w->exclusive) {
		r->NumberOfExclusiveWaiters--;
		own(r, (ERESOURCE_THREAD)w->t->object);
	} else {
		r->NumberOfSharedWaiters--;
		add_shared(r, (ERESOURCE_THREAD)w->t->object);
	}
	w->granted = true;
	nt_wake(w->t);
}

static void grant_shared(ERESOURCE *r)
{
	list_each(l, &waiters_of(r)->shared) grant(r, base_container_of(l, struct waiter, link));
}

static void free_now(ERESOURCE *r, bool was_exclusive)
{
	struct waiters *w = waiters_of(r);

	r->Flag &= (USHORT)~EXCLUSIVE;
	r->OwnerEntry.OwnerThread = 0;
	r->ActiveEntries = 0;
	r->ActiveCount = 0;
	if (was_exclusive && !list_empty(&w->shared))
		grant_shared(r);
	else if (!list_empty(&w->exclusive))
		grant(r, base_container_of(w->exclusive.next, struct waiter, link));
	else
		grant_shared(r);
}

static BOOLEAN acquire(ERESOURCE *r, enum mode mode, bool wait, const char *name)
{
	ERESOURCE_THREAD thread = me();
	bool excl;

	check(r, name);
	check_region(name);
	nt_sched_point();
	nt_lock();
	excl = r->Flag & EXCLUSIVE;
	if (excl && r->OwnerEntry.OwnerThread == thread) {
		r->OwnerEntry.OwnerCount++; /* an exclusive owner gets any further request as exclusive */
		goto granted;
	}
	if (mode == EXCL ? !r->ActiveEntries
	                 : !excl && (!r->NumberOfExclusiveWaiters || mode == STARVE || (mode == SHARED && find(r, thread)))) {
		if (mode == EXCL)
			own(r, thread);
		else
			add_shared(r, thread);
		goto granted;
	}
	if (!wait) {
		nt_unlock();
		return FALSE;
	}
	if (find(r, thread) && (mode == EXCL || mode == WAIT)) {
		nt_unlock();
		nt_crash_driver("hang", "%s on ERESOURCE %p, which this thread holds shared: it would wait for itself", name, (void *)r);
	}
	struct waiter w = {.t = nt_self(), .exclusive = mode == EXCL};
	list_add(mode == EXCL ? &waiters_of(r)->exclusive : &waiters_of(r)->shared, &w.link);
	if (mode == EXCL)
		r->NumberOfExclusiveWaiters++;
	else
		r->NumberOfSharedWaiters++;
	r->ContentionCount++;
	while (!w.granted) {
		nt_block(NT_FOREVER, "an ERESOURCE");
		if (!w.granted && atomic_load(&w.t->kill)) {
			list_del(&w.link);
			nt_check_kill();
		}
	}
granted:
	nt_unlock();
	return TRUE;
}

static void release(ERESOURCE *r, ERESOURCE_THREAD thread, const char *name)
{
	OWNER_ENTRY *e;

	check(r, name);
	nt_lock();
	if (r->Flag & EXCLUSIVE) {
		if (r->OwnerEntry.OwnerThread != thread)
			goto not_owned;
		if (--r->OwnerEntry.OwnerCount == 0)
			free_now(r, true);
	} else {
		e = find(r, thread);
		if (!e)
			goto not_owned;
		if (--e->OwnerCount == 0) {
			e->OwnerThread = 0;
			if (--r->ActiveEntries == 0)
				free_now(r, false);
		}
	}
	nt_unlock();
	nt_sched_point();
	return;
not_owned:
	nt_unlock();
	nt_bugcheck(RESOURCE_NOT_OWNED, (uint64_t)r, thread, (uint64_t)r->OwnerTable, 0);
}

NTSTATUS NTAPI ExInitializeResourceLite(PERESOURCE Resource)
{
	struct waiters *w = nt_pool_alloc(sizeof *w, 'rseR');
	if (!w)
		return STATUS_INSUFFICIENT_RESOURCES;
	list_init(&w->shared);
	list_init(&w->exclusive);
	memset(Resource, 0, sizeof *Resource);
	InitializeListHead(&Resource->SystemResourcesList);
	Resource->SharedWaiters = w;
	Resource->Reserved2 = (void *)((uint64_t)Resource ^ MAGIC);
	return STATUS_SUCCESS;
}

NTSTATUS NTAPI ExDeleteResourceLite(PERESOURCE Resource)
{
	check(Resource, "ExDeleteResourceLite");
	if (Resource->ActiveEntries || Resource->NumberOfSharedWaiters || Resource->NumberOfExclusiveWaiters)
		nt_crash_driver("bad object", "ExDeleteResourceLite on ERESOURCE %p, which is held or waited for", (void *)Resource);
	nt_pool_free(Resource->OwnerTable);
	nt_pool_free(Resource->SharedWaiters);
	memset(Resource, 0, sizeof *Resource);
	return STATUS_SUCCESS;
}

NTSTATUS NTAPI ExReinitializeResourceLite(PERESOURCE Resource)
{
	ExDeleteResourceLite(Resource);
	return ExInitializeResourceLite(Resource);
}

BOOLEAN NTAPI ExAcquireResourceExclusiveLite(PERESOURCE Resource, BOOLEAN Wait)
{
	return acquire(Resource, EXCL, Wait, "ExAcquireResourceExclusiveLite");
}

BOOLEAN NTAPI ExAcquireResourceSharedLite(PERESOURCE Resource, BOOLEAN Wait)
{
	return acquire(Resource, SHARED, Wait, "ExAcquireResourceSharedLite");
}

BOOLEAN NTAPI ExAcquireSharedStarveExclusive(PERESOURCE Resource, BOOLEAN Wait)
{
	return acquire(Resource, STARVE, Wait, "ExAcquireSharedStarveExclusive");
}

BOOLEAN NTAPI ExAcquireSharedWaitForExclusive(PERESOURCE Resource, BOOLEAN Wait)
{
	return acquire(Resource, WAIT, Wait, "ExAcquireSharedWaitForExclusive");
}

void NTAPI ExReleaseResourceLite(PERESOURCE Resource)
{
	release(Resource, me(), "ExReleaseResourceLite");
}

void NTAPI ExReleaseResourceForThreadLite(PERESOURCE Resource, ERESOURCE_THREAD ResourceThreadId)
{
	release(Resource, ResourceThreadId, "ExReleaseResourceForThreadLite");
}

void NTAPI ExConvertExclusiveToSharedLite(PERESOURCE Resource)
{
	ERESOURCE_THREAD thread = me();

	check(Resource, "ExConvertExclusiveToSharedLite");
	nt_lock();
	if (!(Resource->Flag & EXCLUSIVE) || Resource->OwnerEntry.OwnerThread != thread) {
		nt_unlock();
		nt_bugcheck(RESOURCE_NOT_OWNED, (uint64_t)Resource, thread, 0, 0);
	}
	unsigned count = Resource->OwnerEntry.OwnerCount;
	Resource->Flag &= (USHORT)~EXCLUSIVE;
	Resource->OwnerEntry = (OWNER_ENTRY){0};
	Resource->ActiveEntries = 0;
	add_shared(Resource, thread);
	find(Resource, thread)->OwnerCount = count;
	grant_shared(Resource);
	nt_unlock();
}

BOOLEAN NTAPI ExIsResourceAcquiredExclusiveLite(PERESOURCE Resource)
{
	check(Resource, "ExIsResourceAcquiredExclusiveLite");
	nt_lock();
	bool yes = Resource->Flag & EXCLUSIVE && Resource->OwnerEntry.OwnerThread == me();
	nt_unlock();
	return yes;
}

ULONG NTAPI ExIsResourceAcquiredSharedLite(PERESOURCE Resource)
{
	ULONG n = 0;

	check(Resource, "ExIsResourceAcquiredSharedLite");
	nt_lock();
	if (Resource->Flag & EXCLUSIVE) {
		n = Resource->OwnerEntry.OwnerThread == me() ? Resource->OwnerEntry.OwnerCount : 0;
	} else {
		const OWNER_ENTRY *e = find(Resource, me());
		n = e ? e->OwnerCount : 0;
	}
	nt_unlock();
	return n;
}

ULONG NTAPI ExGetExclusiveWaiterCount(PERESOURCE Resource)
{
	return Resource->NumberOfExclusiveWaiters;
}

ULONG NTAPI ExGetSharedWaiterCount(PERESOURCE Resource)
{
	return Resource->NumberOfSharedWaiters;
}

/* From now on the holder is a pointer (its two low bits set), released by ExReleaseResourceForThreadLite. */
void NTAPI ExSetResourceOwnerPointer(PERESOURCE Resource, PVOID OwnerPointer)
{
	ERESOURCE_THREAD thread = me();
	OWNER_ENTRY *e;

	check(Resource, "ExSetResourceOwnerPointer");
	nt_lock();
	e = Resource->Flag & EXCLUSIVE ? (Resource->OwnerEntry.OwnerThread == thread ? &Resource->OwnerEntry : NULL)
	                               : find(Resource, thread);
	if (e)
		e->OwnerThread = (ERESOURCE_THREAD)OwnerPointer;
	nt_unlock();
	if (!e)
		nt_bugcheck(RESOURCE_NOT_OWNED, (uint64_t)Resource, thread, 0, 0);
}

void NTAPI ExSetResourceOwnerPointerEx(PERESOURCE Resource, PVOID OwnerPointer, ULONG Flags)
{
	ExSetResourceOwnerPointer(Resource, OwnerPointer);
}

PVOID NTAPI ExEnterCriticalRegionAndAcquireResourceExclusive(PERESOURCE Resource)
{
	KeEnterCriticalRegion();
	ExAcquireResourceExclusiveLite(Resource, TRUE);
	return NULL;
}

PVOID NTAPI ExEnterCriticalRegionAndAcquireResourceShared(PERESOURCE Resource)
{
	KeEnterCriticalRegion();
	ExAcquireResourceSharedLite(Resource, TRUE);
	return NULL;
}

PVOID NTAPI ExEnterCriticalRegionAndAcquireSharedWaitForExclusive(PERESOURCE Resource)
{
	KeEnterCriticalRegion();
	ExAcquireSharedWaitForExclusive(Resource, TRUE);
	return NULL;
}

void NTAPI ExReleaseResourceAndLeaveCriticalRegion(PERESOURCE Resource)
{
	ExReleaseResourceLite(Resource);
	KeLeaveCriticalRegion();
}
