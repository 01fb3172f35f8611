/*
 * Lookaside lists and interlocked singly linked lists. Pages: wdm ExInitializeNPagedLookasideList, ExInitializeLookasideListEx, SLIST.
 *
 * Drivers compile the allocation path inline: it pops ListHead, and calls L.Allocate when that is empty; freeing pushes unless the depth reached L.Depth. So the
 * structure is the contract, and L.Allocate and L.Free are gates. Depth is fixed (Windows tunes it); under --verify it is 0, so that every entry comes from
 * the pool and goes back there.
 *
 * An SLIST_HEADER is 16 bytes: depth (16 bits) and sequence (48), then the first entry's address shifted right by 4 (60 bits); changed by cmpxchg16b.
 */
#include "nt/exec.h"
#include <string.h>

#define DEPTH 256

union head {
	struct {
		uint64_t depth : 16, sequence : 48;
		uint64_t reserved : 4, next : 60;
	};
	struct {
		uint64_t low, high;
	};
};
_Static_assert(sizeof(SLIST_HEADER) == 16, "SLIST_HEADER");

static bool exchange(PSLIST_HEADER at, union head *expected, union head desired)
{
	bool done;
	__asm__ volatile("lock cmpxchg16b %1"
			 : "=@ccz"(done), "+m"(*at), "+a"(expected->low), "+d"(expected->high)
			 : "b"(desired.low), "c"(desired.high)
			 : "memory");
	return done;
}

static union head read_head(PSLIST_HEADER at)
{
	union head h;
	h.low = __atomic_load_n((uint64_t *)at, __ATOMIC_ACQUIRE);
	h.high = __atomic_load_n((uint64_t *)at + 1, __ATOMIC_ACQUIRE);
	return h; /* torn reads are caught by the exchange */
}

static PSLIST_ENTRY entry_of(union head h)
{
	return (PSLIST_ENTRY)(uintptr_t)(h.next << 4);
}

VOID NTAPI InitializeSListHead(PSLIST_HEADER SListHead)
{
	memset(SListHead, 0, sizeof *SListHead);
}

PSLIST_ENTRY NTAPI ExpInterlockedPushEntrySList(PSLIST_HEADER ListHead, PSLIST_ENTRY ListEntry)
{
	union head h = read_head(ListHead), n;
	if ((uintptr_t)ListEntry & 15) {
		char who[200];
		nt_crash_driver("SLIST", "%s pushes entry %p, which is not 16-byte aligned", nt_where_text(nt_caller(), who, sizeof who), ListEntry);
	}
	do {
		ListEntry->Next = entry_of(h);
		n = (union head){.depth = h.depth + 1u, .sequence = h.sequence + 1u, .reserved = 2, .next = (uintptr_t)ListEntry >> 4};
	} while (!exchange(ListHead, &h, n));
	return entry_of(h);
}

/* Another processor may pop and free the first entry while its Next is read here, so the read must not fault: --verify unmaps freed blocks. A list of 64
 * lock bits keyed by the head's address makes pops exclude each other; pushes need no lock. */
static uint64_t pop_locks;
PSLIST_ENTRY NTAPI ExpInterlockedPopEntrySList(PSLIST_HEADER ListHead)
{
	uint64_t bit = 1ull << ((uintptr_t)ListHead >> 4) % 64;
	union head h, n;
	while (__atomic_fetch_or(&pop_locks, bit, __ATOMIC_ACQUIRE) & bit)
		__builtin_ia32_pause();
	h = read_head(ListHead);
	do {
		if (!h.next)
			break;
		n = (union head){.depth = h.depth - 1u, .sequence = h.sequence + 1u, .reserved = 2, .next = (uintptr_t)entry_of(h)->Next >> 4};
	} while (!exchange(ListHead, &h, n));
	__atomic_fetch_and(&pop_locks, ~bit, __ATOMIC_RELEASE);
	return entry_of(h);
}

PSLIST_ENTRY NTAPI ExpInterlockedFlushSList(PSLIST_HEADER ListHead)
{
	union head h = read_head(ListHead), n;
	do {
		if (!h.next)
			return NULL;
		n = (union head){.sequence = h.sequence + 1u, .reserved = 2};
	} while (!exchange(ListHead, &h, n));
	return entry_of(h);
}

PSLIST_ENTRY NTAPI InterlockedPushListSList(PSLIST_HEADER ListHead, PSLIST_ENTRY List, PSLIST_ENTRY ListEnd, ULONG Count)
{
	union head h = read_head(ListHead), n;
	do {
		ListEnd->Next = entry_of(h);
		n = (union head){.depth = h.depth + Count, .sequence = h.sequence + 1u, .reserved = 2, .next = (uintptr_t)List >> 4};
	} while (!exchange(ListHead, &h, n));
	return entry_of(h);
}

USHORT NTAPI ExQueryDepthSList(PSLIST_HEADER SListHead)
{
	return (USHORT)read_head(SListHead).depth;
}

PSLIST_ENTRY NTAPI FirstEntrySList(PSLIST_HEADER SListHead)
{
	return entry_of(read_head(SListHead));
}

/* ---- lookaside lists */
static void *allocate_ex(const char *name)
{
	return nt_gate_name(name);
}

PVOID NTAPI nt_lookaside_allocate_ex(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag, PLOOKASIDE_LIST_EX Lookaside)
{
	return nt_pool_alloc_for(nt_caller(), PoolType, NumberOfBytes, Tag, false);
}
VOID NTAPI nt_lookaside_free_ex(PVOID Buffer, PLOOKASIDE_LIST_EX Lookaside)
{
	ExFreePool(Buffer);
}
static const struct image_export allocate_ex_export = {.name = "ExAllocatePoolWithTag(lookaside)", .address = nt_lookaside_allocate_ex, .max_irql = 2, .quiet = 1};
static const struct image_export free_ex_export = {.name = "ExFreePool(lookaside)", .address = nt_lookaside_free_ex, .max_irql = 2, .quiet = 1};

static void setup(PGENERAL_LOOKASIDE l, POOL_TYPE type, SIZE_T size, ULONG tag)
{
	memset(l, 0, sizeof *l);
	l->Depth = nt_cfg.verify ? 0 : DEPTH;
	l->MaximumDepth = DEPTH;
	l->Type = type;
	l->Tag = tag;
	l->Size = (ULONG)(size < sizeof(SLIST_ENTRY) ? sizeof(SLIST_ENTRY) : size);
	l->ListEntry.Flink = l->ListEntry.Blink = &l->ListEntry;
}

VOID NTAPI ExInitializeNPagedLookasideList(PNPAGED_LOOKASIDE_LIST Lookaside, PALLOCATE_FUNCTION Allocate, PFREE_FUNCTION Free, ULONG Flags, SIZE_T Size,
					   ULONG Tag, USHORT Depth)
{
	setup(&Lookaside->L, (POOL_TYPE)(NonPagedPool | Flags), Size, Tag);
	Lookaside->L.Allocate = Allocate ? Allocate : (PALLOCATE_FUNCTION)allocate_ex("ExAllocatePoolWithTag");
	Lookaside->L.Free = Free ? Free : (PFREE_FUNCTION)allocate_ex("ExFreePool");
}

VOID NTAPI ExInitializePagedLookasideList(PPAGED_LOOKASIDE_LIST Lookaside, PALLOCATE_FUNCTION Allocate, PFREE_FUNCTION Free, ULONG Flags, SIZE_T Size, ULONG Tag,
					  USHORT Depth)
{
	setup(&Lookaside->L, (POOL_TYPE)(PagedPool | Flags), Size, Tag);
	Lookaside->L.Allocate = Allocate ? Allocate : (PALLOCATE_FUNCTION)allocate_ex("ExAllocatePoolWithTag");
	Lookaside->L.Free = Free ? Free : (PFREE_FUNCTION)allocate_ex("ExFreePool");
}

NTSTATUS NTAPI ExInitializeLookasideListEx(PLOOKASIDE_LIST_EX Lookaside, PALLOCATE_FUNCTION_EX Allocate, PFREE_FUNCTION_EX Free, POOL_TYPE PoolType, ULONG Flags,
					   SIZE_T Size, ULONG Tag, USHORT Depth)
{
	if (Flags > 2 || Depth)
		return Depth ? STATUS_INVALID_PARAMETER_8 : STATUS_INVALID_PARAMETER_5;
	ULONG raise = Flags == 1 ? 16 /* POOL_RAISE_IF_ALLOCATION_FAILURE */ : Flags == 2 ? 8 /* POOL_QUOTA_FAIL_INSTEAD_OF_RAISE */ : 0;
	setup((PGENERAL_LOOKASIDE)&Lookaside->L, (POOL_TYPE)((ULONG)PoolType | raise), Size, Tag);
	Lookaside->L.AllocateEx = Allocate ? Allocate : (PALLOCATE_FUNCTION_EX)nt_gate(&allocate_ex_export);
	Lookaside->L.FreeEx = Free ? Free : (PFREE_FUNCTION_EX)nt_gate(&free_ex_export);
	return STATUS_SUCCESS;
}

VOID NTAPI ExFlushLookasideListEx(PLOOKASIDE_LIST_EX Lookaside)
{
	PSLIST_ENTRY e;
	while ((e = ExpInterlockedPopEntrySList(&Lookaside->L.ListHead)))
		((VOID(NTAPI *)(PVOID, PLOOKASIDE_LIST_EX))(void *)Lookaside->L.FreeEx)(e, Lookaside);
}
VOID NTAPI ExDeleteLookasideListEx(PLOOKASIDE_LIST_EX Lookaside)
{
	ExFlushLookasideListEx(Lookaside);
}

static void drain(PGENERAL_LOOKASIDE l)
{
	PSLIST_ENTRY e;
	while ((e = ExpInterlockedPopEntrySList(&l->ListHead)))
		((VOID(NTAPI *)(PVOID))(void *)l->Free)(e);
}
VOID NTAPI ExDeleteNPagedLookasideList(PNPAGED_LOOKASIDE_LIST Lookaside)
{
	drain(&Lookaside->L);
}
VOID NTAPI ExDeletePagedLookasideList(PPAGED_LOOKASIDE_LIST Lookaside)
{
	drain(&Lookaside->L);
}
