/*
 * Read-write locks: NDIS_RW_LOCK_EX (NdisAllocateRWLock) and the older NDIS_RW_LOCK in the driver's own memory. One implementation: a spin
 * lock that guards a count of readers; a writer keeps the spin lock while it writes. A reader that comes back on the same processor gets in
 * past a waiting writer, and a writer may acquire again, as the pages allow.
 *
 * learn.microsoft.com/.../ddi/ndis/nf-ndis-ndisallocaterwlock, ndisinitializereadwritelock
 */
#include "ndis/io.h"
#include <sched.h>

struct rw {
	KSPIN_LOCK spin;
	void *_Atomic writer; /* KTHREAD */
	_Atomic int32_t readers;
	_Atomic uint32_t depth; /* writer's recursion */
};
_Static_assert(sizeof(struct rw) <= sizeof(NDIS_RW_LOCK), "the old lock's storage is the driver's");

enum { HELD_READ = 1, HELD_WRITE = 2, HELD_WRITE_AGAIN = 3, HELD_READ_AS_WRITER = 4 };

static USHORT acquire(struct rw *l, bool write)
{
	void *me = KeGetCurrentThread();
	if (l->writer == me) {
		l->depth++;
		return write ? HELD_WRITE_AGAIN : HELD_READ_AS_WRITER;
	}
	for (;;) {
		KeAcquireSpinLockAtDpcLevel(&l->spin);
		if (!write) {
			l->readers++;
			KeReleaseSpinLockFromDpcLevel(&l->spin);
			return HELD_READ;
		}
		if (!l->readers) {
			l->writer = me;
			return HELD_WRITE;
		}
		KeReleaseSpinLockFromDpcLevel(&l->spin);
		nt_sched_point();
		sched_yield();
	}
}

static void release(struct rw *l, USHORT held, const char *function)
{
	switch (held) {
	case HELD_READ:
		if (atomic_fetch_sub(&l->readers, 1) <= 0) {
			l->readers = 0;
			ndis_finding(NULL, "lock", "%s: %p is not held for reading", function, (void *)l);
		}
		break;
	case HELD_WRITE:
		l->writer = NULL;
		KeReleaseSpinLockFromDpcLevel(&l->spin);
		break;
	case HELD_WRITE_AGAIN:
	case HELD_READ_AS_WRITER:
		l->depth--;
		break;
	default:
		ndis_finding(NULL, "lock", "%s: the LOCK_STATE given is not the one that the lock was acquired with", function);
	}
}

/* ---- NDIS 6.20 */
struct _NDIS_RW_LOCK_EX {
	struct io_object obj;
	struct rw rw;
};

static void rwlock_drop(struct io_object *o)
{
	io_object_remove(o);
	nt_pool_free(base_container_of(o, struct _NDIS_RW_LOCK_EX, obj));
}

PNDIS_RW_LOCK_EX NTAPI NdisAllocateRWLock(NDIS_HANDLE NdisHandle)
{
	NDIS_RW_LOCK_EX *l = nt_pool_alloc(sizeof(*l), IO_TAG('N', 'D', 'r', 'w'));
	if (!l)
		return NULL;
	KeInitializeSpinLock(&l->rw.spin);
	io_object_add(&l->obj, NDIS_OBJ_RWLOCK, NdisHandle, rwlock_drop);
	return l;
}

void NTAPI NdisFreeRWLock(PNDIS_RW_LOCK_EX Lock)
{
	NDIS_RW_LOCK_EX *l = io_object_of(Lock, NDIS_OBJ_RWLOCK, "NdisFreeRWLock");
	if (!l)
		return;
	if (l->rw.writer || l->rw.readers)
		ndis_finding(l->obj.adapter, "lock", "NdisFreeRWLock: %p is held", (void *)l);
	rwlock_drop(&l->obj);
}

static void acquire_ex(PNDIS_RW_LOCK_EX lock, PLOCK_STATE_EX state, UCHAR flags, bool write, const char *function)
{
	NDIS_RW_LOCK_EX *l = io_object_of(lock, NDIS_OBJ_RWLOCK, function);
	if (!l)
		return;
	if ((flags & NDIS_RWL_AT_DISPATCH_LEVEL) && nt_irql() < DISPATCH_LEVEL)
		ndis_finding(l->obj.adapter, "irql", "%s with NDIS_RWL_AT_DISPATCH_LEVEL at IRQL %u", function, nt_irql());
	/* The level that release goes back to is kept before anything else can run: the state is the caller's own. */
	const KIRQL old = io_raise();
	const USHORT held = acquire(&l->rw, write);
	*state = (LOCK_STATE_EX){.OldIrql = old, .LockState = (UCHAR)held, .Flags = flags};
}

void NTAPI NdisAcquireRWLockRead(PNDIS_RW_LOCK_EX Lock, PLOCK_STATE_EX LockState, UCHAR Flags)
{
	acquire_ex(Lock, LockState, Flags, false, "NdisAcquireRWLockRead");
}

void NTAPI NdisAcquireRWLockWrite(PNDIS_RW_LOCK_EX Lock, PLOCK_STATE_EX LockState, UCHAR Flags)
{
	acquire_ex(Lock, LockState, Flags, true, "NdisAcquireRWLockWrite");
}

void NTAPI NdisReleaseRWLock(PNDIS_RW_LOCK_EX Lock, PLOCK_STATE_EX LockState)
{
	NDIS_RW_LOCK_EX *l = io_object_of(Lock, NDIS_OBJ_RWLOCK, "NdisReleaseRWLock");
	if (!l)
		return;
	const KIRQL old = LockState->OldIrql;
	const USHORT held = LockState->LockState;
	LockState->LockState = 0;
	release(&l->rw, held, "NdisReleaseRWLock");
	io_lower(old);
}

/* ---- before */
void NTAPI NdisInitializeReadWriteLock(PNDIS_RW_LOCK Lock)
{
	struct rw *l = (struct rw *)Lock;
	*l = (struct rw){0};
	KeInitializeSpinLock(&l->spin);
}

static void acquire_old(NDIS_RW_LOCK *lock, LOCK_STATE *state, bool write)
{
	const KIRQL old = io_raise();
	const USHORT held = acquire((struct rw *)lock, write);
	*state = (LOCK_STATE){.OldIrql = old, .LockState = held};
}

static void release_old(NDIS_RW_LOCK *lock, LOCK_STATE *state, const char *function)
{
	const KIRQL old = state->OldIrql;
	const USHORT held = state->LockState;
	state->LockState = 0;
	release((struct rw *)lock, held, function);
	io_lower(old);
}

void NTAPI NdisAcquireReadWriteLock(PNDIS_RW_LOCK Lock, BOOLEAN fWrite, PLOCK_STATE LockState)
{
	acquire_old(Lock, LockState, fWrite);
}

void NTAPI NdisReleaseReadWriteLock(PNDIS_RW_LOCK Lock, PLOCK_STATE LockState)
{
	release_old(Lock, LockState, "NdisReleaseReadWriteLock");
}

void NTAPI NdisDprAcquireReadWriteLock(PNDIS_RW_LOCK Lock, BOOLEAN fWrite, PLOCK_STATE LockState)
{
	acquire_old(Lock, LockState, fWrite);
}

void NTAPI NdisDprReleaseReadWriteLock(PNDIS_RW_LOCK Lock, PLOCK_STATE LockState)
{
	release_old(Lock, LockState, "NdisDprReleaseReadWriteLock");
}
