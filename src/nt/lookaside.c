/*
 * Lookaside lists. Pages: wdm ExInitializeNPagedLookasideList, ExInitializeLookasideListEx. The lists themselves are in interlocked.c.
 *
 * Drivers compile the allocation path inline: it pops ListHead, and calls L.Allocate when that is empty; freeing pushes unless the depth
 * reached L.Depth. So the structure is the contract, and L.Allocate and L.Free are gates. Depth is fixed (Windows tunes it); under --verify
 * it is 0, so that every entry comes from the pool and goes back there.
 */
#include "nt/exec.h"
#include <string.h>

#define DEPTH 256

PVOID NTAPI nt_lookaside_allocate_ex(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag, PLOOKASIDE_LIST_EX Lookaside)
{
	return nt_pool_alloc_for(nt_caller(), PoolType, NumberOfBytes, Tag, false);
}
VOID NTAPI nt_lookaside_free_ex(PVOID Buffer, PLOOKASIDE_LIST_EX Lookaside)
{
	ExFreePool(Buffer);
}
static const struct image_export allocate_ex_export = {
        .name = "ExAllocatePoolWithTag(lookaside)", .address = nt_lookaside_allocate_ex, .max_irql = 2, .quiet = 1};
static const struct image_export free_ex_export = {
        .name = "ExFreePool(lookaside)", .address = nt_lookaside_free_ex, .max_irql = 2, .quiet = 1};

/* GENERAL_LOOKASIDE is GENERAL_LOOKASIDE_POOL padded to two cache lines; LOOKASIDE_LIST_EX has the short one. */
static void setup(PGENERAL_LOOKASIDE_POOL l, POOL_TYPE type, SIZE_T size, ULONG tag)
{
	memset(l, 0, sizeof *l);
	l->Depth = nt_cfg.verify ? 0 : DEPTH;
	l->MaximumDepth = DEPTH;
	l->Type = type;
	l->Tag = tag;
	l->Size = (ULONG)(size < sizeof(SLIST_ENTRY) ? sizeof(SLIST_ENTRY) : size);
	l->ListEntry.Flink = l->ListEntry.Blink = &l->ListEntry;
}

VOID NTAPI ExInitializeNPagedLookasideList(PNPAGED_LOOKASIDE_LIST Lookaside, PALLOCATE_FUNCTION Allocate, PFREE_FUNCTION Free, ULONG Flags,
                                           SIZE_T Size, ULONG Tag, USHORT Depth)
{
	setup((PGENERAL_LOOKASIDE_POOL)&Lookaside->L, (POOL_TYPE)(NonPagedPool | Flags), Size, Tag);
	Lookaside->L.Allocate = Allocate ? Allocate : (PALLOCATE_FUNCTION)nt_gate_name("ExAllocatePoolWithTag");
	Lookaside->L.Free = Free ? Free : (PFREE_FUNCTION)nt_gate_name("ExFreePool");
}

VOID NTAPI ExInitializePagedLookasideList(PPAGED_LOOKASIDE_LIST Lookaside, PALLOCATE_FUNCTION Allocate, PFREE_FUNCTION Free, ULONG Flags,
                                          SIZE_T Size, ULONG Tag, USHORT Depth)
{
	setup((PGENERAL_LOOKASIDE_POOL)&Lookaside->L, (POOL_TYPE)(PagedPool | Flags), Size, Tag);
	Lookaside->L.Allocate = Allocate ? Allocate : (PALLOCATE_FUNCTION)nt_gate_name("ExAllocatePoolWithTag");
	Lookaside->L.Free = Free ? Free : (PFREE_FUNCTION)nt_gate_name("ExFreePool");
}

NTSTATUS NTAPI ExInitializeLookasideListEx(PLOOKASIDE_LIST_EX Lookaside, PALLOCATE_FUNCTION_EX Allocate, PFREE_FUNCTION_EX Free,
                                           POOL_TYPE PoolType, ULONG Flags, SIZE_T Size, ULONG Tag, USHORT Depth)
{
	if (Flags > 2 || Depth)
		return Depth ? STATUS_INVALID_PARAMETER_8 : STATUS_INVALID_PARAMETER_5;
	ULONG raise = Flags == 1 ? 16 /* POOL_RAISE_IF_ALLOCATION_FAILURE */ : Flags == 2 ? 8 /* POOL_QUOTA_FAIL_INSTEAD_OF_RAISE */ : 0;
	setup(&Lookaside->L, (POOL_TYPE)((ULONG)PoolType | raise), Size, Tag);
	Lookaside->L.AllocateEx = Allocate ? Allocate : (PALLOCATE_FUNCTION_EX)nt_gate(&allocate_ex_export);
	Lookaside->L.FreeEx = Free ? Free : (PFREE_FUNCTION_EX)nt_gate(&free_ex_export);
	return STATUS_SUCCESS;
}

VOID NTAPI ExFlushLookasideListEx(PLOOKASIDE_LIST_EX Lookaside)
{
	PSLIST_ENTRY e;
	while ((e = InterlockedPopEntrySList(&Lookaside->L.ListHead)))
		((VOID(NTAPI *)(PVOID, PLOOKASIDE_LIST_EX))(void *)Lookaside->L.FreeEx)(e, Lookaside);
}
VOID NTAPI ExDeleteLookasideListEx(PLOOKASIDE_LIST_EX Lookaside)
{
	ExFlushLookasideListEx(Lookaside);
}

static void drain(PGENERAL_LOOKASIDE l)
{
	PSLIST_ENTRY e;
	while ((e = InterlockedPopEntrySList(&l->ListHead)))
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
