/*
 * ntddk/inline/ntddk.h: the inline functions and macros that ntddk.h adds to wdm.h: control codes, processor control region, zones, splay links,
 * hash table counters, error records.
 */
#ifndef FLUE_DDI_NTDDK_INLINE_H
#define FLUE_DDI_NTDDK_INLINE_H

/* Device control codes. learn.microsoft.com/windows-hardware/drivers/kernel/defining-i-o-control-codes */
#ifndef CTL_CODE
#define CTL_CODE(DeviceType, Function, Method, Access) (((DeviceType) << 16) | ((Access) << 14) | ((Function) << 2) | (Method))
#endif
#define DEVICE_TYPE_FROM_CTL_CODE(ctrlCode) (((ULONG)((ctrlCode) & 0xffff0000)) >> 16)
#define METHOD_FROM_CTL_CODE(ctrlCode) ((ULONG)((ctrlCode) & 3))

#if FLUE_DDI_DRIVER
#define PsGetCurrentProcess IoGetCurrentProcess
DDI_INLINE PKPCR KeGetPcr(void) { return (PKPCR)__readgsqword((ULONG)FIELD_OFFSET(KPCR, Self)); }
DDI_INLINE ULONG KeGetCurrentProcessorNumber(void) { return __readgsbyte(0x184); }
DDI_INLINE KIRQL KeRaiseIrqlToDpcLevel(void) { return KfRaiseIrql(DISPATCH_LEVEL); }
DDI_INLINE KIRQL KeRaiseIrqlToSynchLevel(void) { return KfRaiseIrql(12); }
#else
NTKERNELAPI PEPROCESS NTAPI PsGetCurrentProcess(void);
NTKERNELAPI PKPCR NTAPI KeGetPcr(void);
NTKERNELAPI ULONG NTAPI KeGetCurrentProcessorNumber(void);
NTKERNELAPI KIRQL NTAPI KeRaiseIrqlToDpcLevel(void);
NTKERNELAPI KIRQL NTAPI KeRaiseIrqlToSynchLevel(void);
#endif

#define RtlEqualLuid(L1, L2) (((L1)->LowPart == (L2)->LowPart) && ((L1)->HighPart == (L2)->HighPart))
#define RtlIsZeroLuid(L1) ((BOOLEAN)(((L1)->LowPart | (L1)->HighPart) == 0))
DDI_INLINE LUID RtlConvertLongToLuid(LONG Long)
{
    LARGE_INTEGER v = ddi_large(Long);
    LUID r = {.LowPart = v.LowPart, .HighPart = v.HighPart};
    return r;
}
DDI_INLINE LUID RtlConvertUlongToLuid(ULONG Ulong)
{
    LUID r = {.LowPart = Ulong, .HighPart = 0};
    return r;
}
DDI_INLINE LARGE_INTEGER RtlLargeIntegerDivide(LARGE_INTEGER Dividend, LARGE_INTEGER Divisor, PLARGE_INTEGER Remainder)
{
    if (Remainder)
        Remainder->QuadPart = Dividend.QuadPart % Divisor.QuadPart;
    return ddi_large(Dividend.QuadPart / Divisor.QuadPart);
}

/* Splay links. */
#define RtlParent(Links) ((PRTL_SPLAY_LINKS)(Links)->Parent)
#define RtlLeftChild(Links) ((PRTL_SPLAY_LINKS)(Links)->LeftChild)
#define RtlRightChild(Links) ((PRTL_SPLAY_LINKS)(Links)->RightChild)
#define RtlIsRoot(Links) ((BOOLEAN)(RtlParent(Links) == (PRTL_SPLAY_LINKS)(Links)))
#define RtlIsLeftChild(Links) ((BOOLEAN)(RtlLeftChild(RtlParent(Links)) == (PRTL_SPLAY_LINKS)(Links)))
#define RtlIsRightChild(Links) ((BOOLEAN)(RtlRightChild(RtlParent(Links)) == (PRTL_SPLAY_LINKS)(Links)))
DDI_INLINE void RtlInitializeSplayLinks(PRTL_SPLAY_LINKS Links)
{
    Links->Parent = Links;
    Links->LeftChild = Links->RightChild = NULL;
}
DDI_INLINE void RtlInsertAsLeftChild(PRTL_SPLAY_LINKS ParentLinks, PRTL_SPLAY_LINKS ChildLinks)
{
    ParentLinks->LeftChild = ChildLinks;
    ChildLinks->Parent = ParentLinks;
}
DDI_INLINE void RtlInsertAsRightChild(PRTL_SPLAY_LINKS ParentLinks, PRTL_SPLAY_LINKS ChildLinks)
{
    ParentLinks->RightChild = ChildLinks;
    ChildLinks->Parent = ParentLinks;
}

/* Dynamic hash tables. */
DDI_INLINE void RtlInitHashTableContext(PRTL_DYNAMIC_HASH_TABLE_CONTEXT Context) { Context->ChainHead = Context->PrevLinkage = NULL; }
DDI_INLINE void RtlInitHashTableContextFromEnumerator(PRTL_DYNAMIC_HASH_TABLE_CONTEXT Context, PRTL_DYNAMIC_HASH_TABLE_ENUMERATOR Enumerator)
{
    Context->ChainHead = Enumerator->ChainHead;
    Context->PrevLinkage = Enumerator->HashEntry.Linkage.Blink;
}
DDI_INLINE void RtlReleaseHashTableContext(PRTL_DYNAMIC_HASH_TABLE_CONTEXT Context) { (void)Context; }
DDI_INLINE ULONG RtlTotalBucketsHashTable(PRTL_DYNAMIC_HASH_TABLE HashTable) { return HashTable->TableSize; }
DDI_INLINE ULONG RtlNonEmptyBucketsHashTable(PRTL_DYNAMIC_HASH_TABLE HashTable) { return HashTable->NonEmptyBuckets; }
DDI_INLINE ULONG RtlEmptyBucketsHashTable(PRTL_DYNAMIC_HASH_TABLE HashTable) { return HashTable->TableSize - HashTable->NonEmptyBuckets; }
DDI_INLINE ULONG RtlTotalEntriesHashTable(PRTL_DYNAMIC_HASH_TABLE HashTable) { return HashTable->NumEntries; }
DDI_INLINE ULONG RtlActiveEnumeratorsHashTable(PRTL_DYNAMIC_HASH_TABLE HashTable) { return HashTable->NumEnumerators; }
#define HASH_ENTRY_KEY(x) ((x)->Signature)

/* Zones (obsolete fixed-size allocators). */
#define ExAllocateFromZone(Zone) (PVOID)((Zone)->FreeList.Next); if ((Zone)->FreeList.Next) (Zone)->FreeList.Next = (Zone)->FreeList.Next->Next
#define ExFreeToZone(Zone, Block) (((PSINGLE_LIST_ENTRY)(Block))->Next = (Zone)->FreeList.Next, (Zone)->FreeList.Next = (PSINGLE_LIST_ENTRY)(Block), ((PSINGLE_LIST_ENTRY)(Block))->Next)
#define ExIsFullZone(Zone) ((Zone)->FreeList.Next == NULL)
#define ExInterlockedAllocateFromZone(Zone, Lock) ((PVOID)ExInterlockedPopEntryList(&(Zone)->FreeList, (Lock)))
#define ExInterlockedFreeToZone(Zone, Block, Lock) ExInterlockedPushEntryList(&(Zone)->FreeList, (PSINGLE_LIST_ENTRY)(Block), (Lock))
#define ExIsObjectInFirstZoneSegment(Zone, Object)                                                                                                \
    ((BOOLEAN)(((PUCHAR)(Object) >= (PUCHAR)(Zone)->SegmentList.Next) && ((PUCHAR)(Object) < (PUCHAR)(Zone)->SegmentList.Next + (Zone)->TotalSegmentSize)))

/* Old interlocked names; the lock is not used on x64. */
DDI_INLINE LONG _ExInterlockedIncrementLong(PLONG Addend) { return InterlockedIncrement(Addend); }
DDI_INLINE LONG _ExInterlockedDecrementLong(PLONG Addend) { return InterlockedDecrement(Addend); }
DDI_INLINE ULONG _ExInterlockedExchangeUlong(PULONG Target, ULONG Value) { return (ULONG)InterlockedExchange((volatile LONG *)Target, (LONG)Value); }
#define ExInterlockedIncrementLong(Addend, Lock) _ExInterlockedIncrementLong(Addend)
#define ExInterlockedDecrementLong(Addend, Lock) _ExInterlockedDecrementLong(Addend)
#define ExInterlockedExchangeUlong(Target, Value, Lock) _ExInterlockedExchangeUlong(Target, Value)
#define EX_INIT_BITS(Flags, Bit) (*((Flags)) |= (Bit))
#define EX_TEST_SET_BIT(Flags, Bit) InterlockedBitTestAndSet((PLONG)(Flags), (Bit))
#define EX_TEST_CLEAR_BIT(Flags, Bit) InterlockedBitTestAndReset((PLONG)(Flags), (Bit))

DDI_INLINE void IoInitializeDriverCreateContext(PIO_DRIVER_CREATE_CONTEXT DriverContext)
{
    __builtin_memset(DriverContext, 0, sizeof(*DriverContext));
    DriverContext->Size = sizeof(*DriverContext);
}
#define IoAssignArcName(ArcName, DeviceName) IoCreateSymbolicLink((ArcName), (DeviceName))
#define IoDeassignArcName(ArcName) IoDeleteSymbolicLink((ArcName))
#define NtCurrentSilo() ((HANDLE)(LONG_PTR)-1)
#define HalGetDmaAlignmentRequirement() 1L
#define RtlGetCallersAddress(CallersAddress, CallersCaller) (*(CallersAddress) = (PVOID)_ReturnAddress(), *(CallersCaller) = NULL)

#define IO_DRIVER_CREATE_CONTEXT_IS_MIN_SIZE(DriverContext) ((DriverContext) && (DriverContext)->Size >= FIELD_OFFSET(IO_DRIVER_CREATE_CONTEXT, SiloContext))
#define IO_DRIVER_CREATE_CONTEXT_CONTAINS_SILO_CONTEXT(DriverContext)                                                                             \
    ((DriverContext) && (DriverContext)->Size >= FIELD_OFFSET(IO_DRIVER_CREATE_CONTEXT, SiloContext) + sizeof((DriverContext)->SiloContext))
#define FsRtlIsChecksumError(STS) FsRtlIsTotalDeviceFailure(STS)
#define CPER_FIELD_CHECK(type, field, offset, length) C_ASSERT(FIELD_OFFSET(type, field) == (offset) && RTL_FIELD_SIZE(type, field) == (length))
#define TraceLoggingCORRELATION_VECTOR(cv) (cv)

/* Hardware error records (WHEA): sections of a record, found by type. */
DDI_INLINE BOOLEAN WheaIsValidErrorRecordSignature(PWHEA_ERROR_RECORD Record)
{
    return Record && Record->Header.Signature == WHEA_ERROR_RECORD_SIGNATURE && Record->Header.Revision.AsUSHORT == WHEA_ERROR_RECORD_REVISION &&
           Record->Header.SignatureEnd == WHEA_ERROR_RECORD_SIGNATURE_END;
}
DDI_INLINE NTSTATUS WheaFindNextErrorRecordSection(PWHEA_ERROR_RECORD Record, ULONG *Context, PWHEA_ERROR_RECORD_SECTION_DESCRIPTOR *SectionDescriptor,
                                                    PVOID *SectionData)
{
    PWHEA_ERROR_RECORD_SECTION_DESCRIPTOR d;
    if (!WheaIsValidErrorRecordSignature(Record))
        return STATUS_INVALID_PARAMETER;
    if (*Context >= Record->Header.SectionCount)
        return STATUS_NOT_FOUND;
    d = &Record->SectionDescriptor[(*Context)++];
    *SectionDescriptor = d;
    if (SectionData)
        *SectionData = (PUCHAR)Record + d->SectionOffset;
    return STATUS_SUCCESS;
}
DDI_INLINE NTSTATUS WheaFindErrorRecordSection(PWHEA_ERROR_RECORD Record, const GUID *SectionType, PWHEA_ERROR_RECORD_SECTION_DESCRIPTOR *SectionDescriptor,
                                                PVOID *SectionData)
{
    ULONG at = 0;
    NTSTATUS status;
    do
        status = WheaFindNextErrorRecordSection(Record, &at, SectionDescriptor, SectionData);
    while (NT_SUCCESS(status) && __builtin_memcmp(&(*SectionDescriptor)->SectionType, SectionType, sizeof(GUID)) != 0);
    return status;
}
DDI_INLINE PWHEA_ERROR_PACKET WheaGetErrPacketFromErrRecord(PWHEA_ERROR_RECORD Record)
{
    static const GUID packet = {0xe71254e9, 0xc1b9, 0x4940, {0xab, 0x76, 0x90, 0x97, 0x03, 0xa4, 0x32, 0x0f}}; /* a section that holds the packet */
    PWHEA_ERROR_RECORD_SECTION_DESCRIPTOR d;
    PVOID data = NULL;
    return NT_SUCCESS(WheaFindErrorRecordSection(Record, &packet, &d, &data)) ? (PWHEA_ERROR_PACKET)data : NULL;
}

#endif
