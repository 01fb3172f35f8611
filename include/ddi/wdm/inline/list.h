/*
 * wdm/inline/list.h: linked lists.
 *
 * A list head is an initialized LIST_ENTRY that points at itself when empty; entries are embedded in the caller's structures and found again with
 * CONTAINING_RECORD. Nothing here locks: the caller holds whatever protects the list (or uses the ExInterlocked forms). A broken neighbour pointer
 * ends in RtlFailFast(FAST_FAIL_CORRUPT_LIST_ENTRY), as on Windows 8 and later.
 * learn.microsoft.com/windows-hardware/drivers/kernel/singly-and-doubly-linked-lists
 */
#ifndef FLUE_DDI_WDM_INLINE_LIST_H
#define FLUE_DDI_WDM_INLINE_LIST_H

DDI_INLINE DECLSPEC_NORETURN void RtlFailFast(ULONG Code) { __fastfail((unsigned)Code); }
DDI_INLINE DECLSPEC_NORETURN void FatalListEntryError(PVOID p1, PVOID p2, PVOID p3)
{
    (void)p1;
    (void)p2;
    (void)p3;
    RtlFailFast(FAST_FAIL_CORRUPT_LIST_ENTRY);
}
DDI_INLINE void RtlpCheckListEntry(PLIST_ENTRY Entry)
{
    if (Entry->Flink->Blink != Entry || Entry->Blink->Flink != Entry)
        FatalListEntryError(Entry->Blink, Entry, Entry->Flink);
}
DDI_INLINE void InitializeListHead(PLIST_ENTRY ListHead) { ListHead->Flink = ListHead->Blink = ListHead; }
DDI_INLINE BOOLEAN IsListEmpty(const LIST_ENTRY *ListHead) { return ListHead->Flink == ListHead; }
DDI_INLINE BOOLEAN RemoveEntryListUnsafe(PLIST_ENTRY Entry)
{
    PLIST_ENTRY next = Entry->Flink, prev = Entry->Blink;
    prev->Flink = next;
    next->Blink = prev;
    return next == prev; /* the list is empty now */
}
DDI_INLINE BOOLEAN RemoveEntryList(PLIST_ENTRY Entry)
{
    RtlpCheckListEntry(Entry);
    return RemoveEntryListUnsafe(Entry);
}
DDI_INLINE PLIST_ENTRY RemoveHeadList(PLIST_ENTRY ListHead) /* an empty list returns its own head: ask IsListEmpty first */
{
    PLIST_ENTRY e = ListHead->Flink;
    if (e->Blink != ListHead || e->Flink->Blink != e)
        FatalListEntryError(ListHead, e, e->Flink);
    RemoveEntryListUnsafe(e);
    return e;
}
DDI_INLINE PLIST_ENTRY RemoveTailList(PLIST_ENTRY ListHead)
{
    PLIST_ENTRY e = ListHead->Blink;
    if (e->Flink != ListHead || e->Blink->Flink != e)
        FatalListEntryError(e->Blink, e, ListHead);
    RemoveEntryListUnsafe(e);
    return e;
}
DDI_INLINE void InsertHeadList(PLIST_ENTRY ListHead, PLIST_ENTRY Entry)
{
    PLIST_ENTRY next = ListHead->Flink;
    if (next->Blink != ListHead)
        FatalListEntryError(ListHead, next, next->Blink);
    Entry->Flink = next;
    Entry->Blink = ListHead;
    next->Blink = Entry;
    ListHead->Flink = Entry;
}
DDI_INLINE void InsertTailList(PLIST_ENTRY ListHead, PLIST_ENTRY Entry)
{
    PLIST_ENTRY prev = ListHead->Blink;
    if (prev->Flink != ListHead)
        FatalListEntryError(prev, ListHead, prev->Flink);
    Entry->Flink = ListHead;
    Entry->Blink = prev;
    prev->Flink = Entry;
    ListHead->Blink = Entry;
}
DDI_INLINE void AppendTailList(PLIST_ENTRY ListHead, PLIST_ENTRY ListToAppend) /* ListToAppend is a ring without a head of its own */
{
    PLIST_ENTRY tail = ListHead->Blink, last = ListToAppend->Blink;
    RtlpCheckListEntry(ListHead);
    RtlpCheckListEntry(ListToAppend);
    tail->Flink = ListToAppend;
    ListToAppend->Blink = tail;
    last->Flink = ListHead;
    ListHead->Blink = last;
}
DDI_INLINE PSINGLE_LIST_ENTRY PopEntryList(PSINGLE_LIST_ENTRY ListHead)
{
    PSINGLE_LIST_ENTRY e = ListHead->Next;
    if (e)
        ListHead->Next = e->Next;
    return e;
}
DDI_INLINE void PushEntryList(PSINGLE_LIST_ENTRY ListHead, PSINGLE_LIST_ENTRY Entry)
{
    Entry->Next = ListHead->Next;
    ListHead->Next = Entry;
}
#define InitializeListHead32(ListHead) ((ListHead)->Flink = (ListHead)->Blink = (ULONG)(ULONG_PTR)(ListHead))
#define RTL_STATIC_LIST_HEAD(x) LIST_ENTRY x = {&x, &x}

/* Sequenced lists: lock-free, 16-byte aligned heads and entries, at any IRQL up to DISPATCH_LEVEL. The Lock argument of the old form is not used on x64. */
#define ExInterlockedPopEntrySList(Head, Lock) ExpInterlockedPopEntrySList(Head)
#define ExInterlockedPushEntrySList(Head, Entry, Lock) ExpInterlockedPushEntrySList(Head, Entry)
#define ExInterlockedFlushSList(Head) ExpInterlockedFlushSList(Head)
#define InterlockedPopEntrySList(Head) ExpInterlockedPopEntrySList(Head)
#define InterlockedPushEntrySList(Head, Entry) ExpInterlockedPushEntrySList(Head, Entry)
#define InterlockedFlushSList(Head) ExpInterlockedFlushSList(Head)
#define QueryDepthSList(Head) ExQueryDepthSList(Head)

#endif
