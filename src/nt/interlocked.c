/*
 * Interlocked lists. ExInterlocked* over a LIST_ENTRY take the caller's spin lock at the highest IRQL (they may be called from an ISR).
 * SLISTs are 16-byte compare-and-swap on the header, in its documented x64 form: depth 16, sequence 48, reserved 4, next entry 60 bits.
 *
 * Popping reads the first entry's link before it swaps. Another pop could meanwhile have taken that entry and its owner freed it, which
 * under --verify is a fault; so pops and flushes of one list exclude each other by a small lock chosen by address. Pushes stay lock-free.
 */
#include "nt/core.h"
#include <sched.h>

struct interlock {
	KIRQL old;
};

static struct interlock enter(KSPIN_LOCK *lock)
{
	struct interlock i = {nt_raise(HIGH_LEVEL)};
	nt_spin_acquire(lock, "interlocked list's spin lock");
	return i;
}

static void leave(KSPIN_LOCK *lock, struct interlock i)
{
	nt_spin_release(lock, "an interlocked list");
	nt_lower(i.old);
}

PLIST_ENTRY NTAPI ExInterlockedInsertHeadList(PLIST_ENTRY ListHead, PLIST_ENTRY ListEntry, PKSPIN_LOCK Lock)
{
	struct interlock i = enter(Lock);
	LIST_ENTRY *first = ListHead->Flink == ListHead ? NULL : ListHead->Flink;
	InsertHeadList(ListHead, ListEntry);
	leave(Lock, i);
	return first;
}

PLIST_ENTRY NTAPI ExInterlockedInsertTailList(PLIST_ENTRY ListHead, PLIST_ENTRY ListEntry, PKSPIN_LOCK Lock)
{
	struct interlock i = enter(Lock);
	LIST_ENTRY *last = ListHead->Blink == ListHead ? NULL : ListHead->Blink;
	InsertTailList(ListHead, ListEntry);
	leave(Lock, i);
	return last;
}

PLIST_ENTRY NTAPI ExInterlockedRemoveHeadList(PLIST_ENTRY ListHead, PKSPIN_LOCK Lock)
{
	struct interlock i = enter(Lock);
	LIST_ENTRY *first = ListHead->Flink == ListHead ? NULL : RemoveHeadList(ListHead);
	leave(Lock, i);
	return first;
}

PSINGLE_LIST_ENTRY NTAPI ExInterlockedPushEntryList(PSINGLE_LIST_ENTRY ListHead, PSINGLE_LIST_ENTRY ListEntry, PKSPIN_LOCK Lock)
{
	struct interlock i = enter(Lock);
	SINGLE_LIST_ENTRY *first = ListHead->Next;
	ListEntry->Next = first;
	ListHead->Next = ListEntry;
	leave(Lock, i);
	return first;
}

PSINGLE_LIST_ENTRY NTAPI ExInterlockedPopEntryList(PSINGLE_LIST_ENTRY ListHead, PKSPIN_LOCK Lock)
{
	struct interlock i = enter(Lock);
	SINGLE_LIST_ENTRY *first = ListHead->Next;
	if (first)
		ListHead->Next = first->Next;
	leave(Lock, i);
	return first;
}

LARGE_INTEGER NTAPI ExInterlockedAddLargeInteger(PLARGE_INTEGER Addend, LARGE_INTEGER Increment, PKSPIN_LOCK Lock)
{
	struct interlock i = enter(Lock);
	LARGE_INTEGER before = *Addend;
	Addend->QuadPart = (LONGLONG)((uint64_t)before.QuadPart + (uint64_t)Increment.QuadPart);
	leave(Lock, i);
	return before;
}

ULONG NTAPI ExInterlockedAddUlong(PULONG Addend, ULONG Increment, PKSPIN_LOCK Lock)
{
	struct interlock i = enter(Lock);
	ULONG before = *Addend;
	*Addend = before + Increment;
	leave(Lock, i);
	return before;
}

/* ---- SLIST */
union head {
	struct {
		uint64_t low, high;
	};
	struct {
		uint64_t depth : 16, sequence : 48, reserved : 4, next : 60;
	};
};
struct entry { /* SLIST_ENTRY: its link is one pointer */
	struct entry *next;
};

static bool swap(void *at, union head *expected, union head desired)
{
	bool ok;
	__asm__ volatile("lock cmpxchg16b %1\n\tsete %0"
	                 : "=q"(ok), "+m"(*(union head *)at), "+a"(expected->low), "+d"(expected->high)
	                 : "b"(desired.low), "c"(desired.high)
	                 : "cc", "memory");
	return ok;
}

static union head load(const void *at)
{
	const volatile uint64_t *p = at;
	return (union head){.low = p[0], .high = p[1]}; /* may be torn: the swap then fails and says what is there */
}

static atomic_flag pop_locks[64];

static atomic_flag *pop_lock(const void *at)
{
	atomic_flag *l = &pop_locks[((uintptr_t)at >> 4 ^ (uintptr_t)at >> 12) % ARRAY_LEN(pop_locks)];
	while (atomic_flag_test_and_set_explicit(l, memory_order_acquire))
		sched_yield();
	return l;
}

static struct entry *push(void *at, struct entry *first, struct entry *last, unsigned count)
{
	union head old = load(at), new;
	do {
		last->next = (struct entry *)(uintptr_t)(old.next << 4);
		new = old;
		new.depth = old.depth + count;
		new.sequence = old.sequence + 1;
		new.next = (uintptr_t)first >> 4;
	} while (!swap(at, &old, new));
	return (struct entry *)(uintptr_t)(old.next << 4);
}

static struct entry *remove_first(void *at, bool all)
{
	atomic_flag *l = pop_lock(at);
	union head old = load(at), new;
	struct entry *first;
	do {
		first = (struct entry *)(uintptr_t)(old.next << 4);
		if (!first)
			break;
		new = old;
		new.sequence = old.sequence + 1;
		new.depth = all ? 0 : old.depth - 1;
		new.next = all ? 0 : (uintptr_t)first->next >> 4;
	} while (!swap(at, &old, new));
	atomic_flag_clear_explicit(l, memory_order_release);
	return first;
}

void NTAPI InitializeSListHead(PSLIST_HEADER h)
{
	*(union head *)h = (union head){.low = 0};
}

PSLIST_ENTRY NTAPI ExpInterlockedPushEntrySList(PSLIST_HEADER ListHead, PSLIST_ENTRY ListEntry)
{
	if ((uintptr_t)ListEntry & 15)
		nt_crash_driver("bad object", "pushes %p onto an SLIST: an entry must be 16-byte aligned", (void *)ListEntry);
	return (PSLIST_ENTRY)push(ListHead, (struct entry *)ListEntry, (struct entry *)ListEntry, 1);
}

PSLIST_ENTRY NTAPI ExpInterlockedPopEntrySList(PSLIST_HEADER ListHead)
{
	return (PSLIST_ENTRY)remove_first(ListHead, false);
}

PSLIST_ENTRY NTAPI ExpInterlockedFlushSList(PSLIST_HEADER ListHead)
{
	return (PSLIST_ENTRY)remove_first(ListHead, true);
}

PSLIST_ENTRY NTAPI InterlockedPushListSList(PSLIST_HEADER ListHead, PSLIST_ENTRY List, PSLIST_ENTRY ListEnd, ULONG Count)
{
	return (PSLIST_ENTRY)push(ListHead, (struct entry *)List, (struct entry *)ListEnd, Count);
}

PSLIST_ENTRY NTAPI FirstEntrySList(PSLIST_HEADER ListHead)
{
	return (PSLIST_ENTRY)(uintptr_t)(load(ListHead).next << 4);
}

USHORT NTAPI ExQueryDepthSList(PSLIST_HEADER ListHead)
{
	return (USHORT)load(ListHead).depth;
}
