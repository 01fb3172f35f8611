/*
 * ntddk/rtl.h: run-time library: tables, hash tables, run once, large integers.
 * learn.microsoft.com/windows-hardware/drivers/kernel/using-run-time-library-routines
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/ntddk/ + nf-ntddk-<function>, ns-ntddk-_<structure>, ne-ntddk-_<enumeration>, nc-ntddk-<callback>, all lower case.
 * A part of ntddk.h: include that.
 */
#ifndef FLUE_DDI_NTDDK_RTL_H
#define FLUE_DDI_NTDDK_RTL_H

#define RTL_RUN_ONCE_CHECK_ONLY                                 1
#define RTL_RUN_ONCE_ASYNC                                      2
#define RTL_RUN_ONCE_INIT_FAILED                                4
#define RTL_RUN_ONCE_CTX_RESERVED_BITS                          2
#define RTL_HASH_ALLOCATED_HEADER                               1
#define RTL_HASH_RESERVED_SIGNATURE                             0
#define RTL_STACK_WALKING_MODE_FRAMES_TO_SKIP_SHIFT             8
#define FLUSH_NV_MEMORY_IN_FLAG_NO_DRAIN                        1
#define FLUSH_NV_MEMORY_DEFAULT_TOKEN                           0xFFFFFFFFFFFFFFFFULL
#define RTL_CORRELATION_VECTOR_STRING_LENGTH                    129
#define RTL_CORRELATION_VECTOR_VERSION_1                        1
#define RTL_CORRELATION_VECTOR_VERSION_2                        2
#define RTL_CORRELATION_VECTOR_VERSION_CURRENT                  2
#define RTL_CORRELATION_VECTOR_V1_PREFIX_LENGTH                 0x10
#define RTL_CORRELATION_VECTOR_V1_LENGTH                        0x40
#define RTL_CORRELATION_VECTOR_V2_PREFIX_LENGTH                 22
#define RTL_CORRELATION_VECTOR_V2_LENGTH                        0x80

typedef union _RTL_RUN_ONCE {
    PVOID Ptr;
} RTL_RUN_ONCE, *PRTL_RUN_ONCE;

typedef struct _RTL_BALANCED_LINKS {
    struct _RTL_BALANCED_LINKS *Parent;
    struct _RTL_BALANCED_LINKS *LeftChild;
    struct _RTL_BALANCED_LINKS *RightChild;
    CHAR Balance;
    UCHAR Reserved[3];
} RTL_BALANCED_LINKS, *PRTL_BALANCED_LINKS;

typedef enum _RTL_GENERIC_COMPARE_RESULTS {
    GenericLessThan,
    GenericGreaterThan,
    GenericEqual,
} RTL_GENERIC_COMPARE_RESULTS;

typedef RTL_GENERIC_COMPARE_RESULTS (NTAPI *PRTL_AVL_COMPARE_ROUTINE)(void);
typedef PVOID (NTAPI *PRTL_AVL_ALLOCATE_ROUTINE)(void);
typedef void (NTAPI *PRTL_AVL_FREE_ROUTINE)(void);

typedef struct _RTL_AVL_TABLE {
    RTL_BALANCED_LINKS BalancedRoot;
    PVOID OrderedPointer;
    ULONG WhichOrderedElement;
    ULONG NumberGenericTableElements;
    ULONG DepthOfTree;
    PRTL_BALANCED_LINKS RestartKey;
    ULONG DeleteCount;
    PRTL_AVL_COMPARE_ROUTINE CompareRoutine;
    PRTL_AVL_ALLOCATE_ROUTINE AllocateRoutine;
    PRTL_AVL_FREE_ROUTINE FreeRoutine;
    PVOID TableContext;
} RTL_AVL_TABLE, *PRTL_AVL_TABLE;

typedef struct _RTL_SPLAY_LINKS {
    struct _RTL_SPLAY_LINKS *Parent;
    struct _RTL_SPLAY_LINKS *LeftChild;
    struct _RTL_SPLAY_LINKS *RightChild;
} RTL_SPLAY_LINKS, *PRTL_SPLAY_LINKS;

typedef RTL_GENERIC_COMPARE_RESULTS (NTAPI *PRTL_GENERIC_COMPARE_ROUTINE)(void);
typedef PVOID (NTAPI *PRTL_GENERIC_ALLOCATE_ROUTINE)(void);
typedef void (NTAPI *PRTL_GENERIC_FREE_ROUTINE)(void);

typedef struct _RTL_GENERIC_TABLE {
    PRTL_SPLAY_LINKS TableRoot;
    LIST_ENTRY InsertOrderList;
    PLIST_ENTRY OrderedPointer;
    ULONG WhichOrderedElement;
    ULONG NumberGenericTableElements;
    PRTL_GENERIC_COMPARE_ROUTINE CompareRoutine;
    PRTL_GENERIC_ALLOCATE_ROUTINE AllocateRoutine;
    PRTL_GENERIC_FREE_ROUTINE FreeRoutine;
    PVOID TableContext;
} RTL_GENERIC_TABLE, *PRTL_GENERIC_TABLE;

typedef struct _RTL_DYNAMIC_HASH_TABLE_ENTRY {
    LIST_ENTRY Linkage;
    ULONG_PTR Signature;
} RTL_DYNAMIC_HASH_TABLE_ENTRY, *PRTL_DYNAMIC_HASH_TABLE_ENTRY;

typedef struct _RTL_DYNAMIC_HASH_TABLE_ENUMERATOR {
    union {
        RTL_DYNAMIC_HASH_TABLE_ENTRY HashEntry;
        PLIST_ENTRY CurEntry;
    };
    PLIST_ENTRY ChainHead;
    ULONG BucketIndex;
} RTL_DYNAMIC_HASH_TABLE_ENUMERATOR, *PRTL_DYNAMIC_HASH_TABLE_ENUMERATOR;

typedef struct _RTL_DYNAMIC_HASH_TABLE {
    ULONG Flags;
    ULONG Shift;
    ULONG TableSize;
    ULONG Pivot;
    ULONG DivisorMask;
    ULONG NumEntries;
    ULONG NonEmptyBuckets;
    ULONG NumEnumerators;
    PVOID Directory;
} RTL_DYNAMIC_HASH_TABLE, *PRTL_DYNAMIC_HASH_TABLE;

typedef struct _NV_MEMORY_RANGE {
    void *BaseAddress;
    SIZE_T Length;
} NV_MEMORY_RANGE, *PNV_MEMORY_RANGE;

typedef struct CORRELATION_VECTOR {
    CHAR Version;
    CHAR Vector[129];
} CORRELATION_VECTOR, *PCORRELATION_VECTOR;

typedef NTSTATUS (NTAPI *PRTL_AVL_MATCH_FUNCTION)(void);
typedef ULONG (NTAPI *PRTL_RUN_ONCE_INIT_FN)(void);
typedef PVOID NTAPI RTL_AVL_ALLOCATE_ROUTINE(struct _RTL_AVL_TABLE *Table, CLONG ByteSize);
typedef RTL_GENERIC_COMPARE_RESULTS NTAPI RTL_AVL_COMPARE_ROUTINE(struct _RTL_AVL_TABLE *Table, PVOID FirstStruct, PVOID SecondStruct);
typedef void NTAPI RTL_AVL_FREE_ROUTINE(struct _RTL_AVL_TABLE *Table, PVOID Buffer);
typedef NTSTATUS NTAPI RTL_AVL_MATCH_FUNCTION(struct _RTL_AVL_TABLE *Table, PVOID UserData, PVOID MatchData);
typedef PVOID NTAPI RTL_GENERIC_ALLOCATE_ROUTINE(struct _RTL_GENERIC_TABLE *Table, CLONG ByteSize);
typedef RTL_GENERIC_COMPARE_RESULTS NTAPI RTL_GENERIC_COMPARE_ROUTINE(struct _RTL_GENERIC_TABLE *Table, PVOID FirstStruct, PVOID SecondStruct);
typedef void NTAPI RTL_GENERIC_FREE_ROUTINE(struct _RTL_GENERIC_TABLE *Table, PVOID Buffer);
typedef ULONG NTAPI RTL_RUN_ONCE_INIT_FN(PRTL_RUN_ONCE RunOnce, PVOID Parameter, PVOID *Context);  /* IRQL <= APC_LEVEL */

typedef enum _TABLE_SEARCH_RESULT {
    TableEmptyTree,
    TableFoundNode,
    TableInsertAsLeft,
    TableInsertAsRight,
} TABLE_SEARCH_RESULT;

NTKERNELAPI NTSTATUS NTAPI RtlCharToInteger(PCSZ String, ULONG Base, PULONG Value);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI LONG NTAPI RtlCompareString(const STRING *String1, const STRING *String2, BOOLEAN CaseInSensitive);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI BOOLEAN NTAPI RtlContractHashTable(PRTL_DYNAMIC_HASH_TABLE HashTable);
NTKERNELAPI void NTAPI RtlCopyString(PSTRING DestinationString, const STRING *SourceString);  /* any IRQL */
NTKERNELAPI BOOLEAN NTAPI RtlCreateHashTable(PRTL_DYNAMIC_HASH_TABLE *HashTable, ULONG Shift, ULONG Flags);
NTKERNELAPI BOOLEAN NTAPI RtlCreateHashTableEx(PRTL_DYNAMIC_HASH_TABLE *HashTable, ULONG InitialSize, ULONG Shift, ULONG Flags);
NTKERNELAPI PRTL_SPLAY_LINKS NTAPI RtlDelete(PRTL_SPLAY_LINKS Links);
NTKERNELAPI BOOLEAN NTAPI RtlDeleteElementGenericTable(PRTL_GENERIC_TABLE Table, PVOID Buffer);
NTKERNELAPI BOOLEAN NTAPI RtlDeleteElementGenericTableAvl(PRTL_AVL_TABLE Table, PVOID Buffer);
NTKERNELAPI void NTAPI RtlDeleteElementGenericTableAvlEx(PRTL_AVL_TABLE Table, PVOID NodeOrParent);
NTKERNELAPI void NTAPI RtlDeleteHashTable(PRTL_DYNAMIC_HASH_TABLE HashTable);
NTKERNELAPI void NTAPI RtlDeleteNoSplay(PRTL_SPLAY_LINKS Links, PRTL_SPLAY_LINKS *Root);
NTKERNELAPI NTSTATUS NTAPI RtlDrainNonVolatileFlush(PVOID NvToken);
NTKERNELAPI void NTAPI RtlEndEnumerationHashTable(PRTL_DYNAMIC_HASH_TABLE HashTable, PRTL_DYNAMIC_HASH_TABLE_ENUMERATOR Enumerator);
NTKERNELAPI void NTAPI RtlEndStrongEnumerationHashTable(PRTL_DYNAMIC_HASH_TABLE HashTable, PRTL_DYNAMIC_HASH_TABLE_ENUMERATOR Enumerator);
NTKERNELAPI void NTAPI RtlEndWeakEnumerationHashTable(PRTL_DYNAMIC_HASH_TABLE HashTable, PRTL_DYNAMIC_HASH_TABLE_ENUMERATOR Enumerator);
NTKERNELAPI PRTL_DYNAMIC_HASH_TABLE_ENTRY NTAPI RtlEnumerateEntryHashTable(PRTL_DYNAMIC_HASH_TABLE HashTable,
    PRTL_DYNAMIC_HASH_TABLE_ENUMERATOR Enumerator);
NTKERNELAPI PVOID NTAPI RtlEnumerateGenericTable(PRTL_GENERIC_TABLE Table, BOOLEAN Restart);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI PVOID NTAPI RtlEnumerateGenericTableAvl(PRTL_AVL_TABLE Table, BOOLEAN Restart);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI PVOID NTAPI RtlEnumerateGenericTableLikeADirectory(PRTL_AVL_TABLE Table, PRTL_AVL_MATCH_FUNCTION MatchFunction, PVOID MatchData,
    ULONG NextFlag, PVOID *RestartKey, PULONG DeleteCount, PVOID Buffer);  /* IRQL <= APC_LEVEL */
NTKERNELAPI PVOID NTAPI RtlEnumerateGenericTableWithoutSplaying(PRTL_GENERIC_TABLE Table, PVOID *RestartKey);
NTKERNELAPI PVOID NTAPI RtlEnumerateGenericTableWithoutSplayingAvl(PRTL_AVL_TABLE Table, PVOID *RestartKey);
NTKERNELAPI BOOLEAN NTAPI RtlEqualString(const STRING *String1, const STRING *String2, BOOLEAN CaseInSensitive);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI BOOLEAN NTAPI RtlExpandHashTable(PRTL_DYNAMIC_HASH_TABLE HashTable);
NTKERNELAPI NTSTATUS NTAPI RtlExtendCorrelationVector(PCORRELATION_VECTOR CorrelationVector);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlFlushNonVolatileMemory(PVOID NvToken, PVOID NvBuffer, SIZE_T Size, ULONG Flags);
NTKERNELAPI NTSTATUS NTAPI RtlFlushNonVolatileMemoryRanges(PVOID NvToken, PNV_MEMORY_RANGE NvRanges, SIZE_T NumRanges, ULONG Flags);
NTKERNELAPI NTSTATUS NTAPI RtlFreeNonVolatileToken(PVOID NvToken);
NTKERNELAPI ULONG NTAPI RtlGetActiveConsoleId(void);
NTKERNELAPI ULONGLONG NTAPI RtlGetConsoleSessionForegroundProcessId(void);
NTKERNELAPI PVOID NTAPI RtlGetElementGenericTable(PRTL_GENERIC_TABLE Table, ULONG I);  /* any IRQL */
NTKERNELAPI PVOID NTAPI RtlGetElementGenericTableAvl(PRTL_AVL_TABLE Table, ULONG I);  /* any IRQL */
NTKERNELAPI ULONG64 NTAPI RtlGetEnabledExtendedFeatures(ULONG64 FeatureMask);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI PRTL_DYNAMIC_HASH_TABLE_ENTRY NTAPI RtlGetNextEntryHashTable(PRTL_DYNAMIC_HASH_TABLE HashTable, PRTL_DYNAMIC_HASH_TABLE_CONTEXT Context);
NTKERNELAPI NTSTATUS NTAPI RtlGetNonVolatileToken(PVOID NvBuffer, SIZE_T Size, PVOID *NvToken);
NTKERNELAPI BOOLEAN NTAPI RtlGetNtProductType(PNT_PRODUCT_TYPE NtProductType);
NTKERNELAPI PCWSTR NTAPI RtlGetNtSystemRoot(void);
NTKERNELAPI BOOLEAN NTAPI RtlGetProductInfo(ULONG OSMajorVersion, ULONG OSMinorVersion, ULONG SpMajorVersion, ULONG SpMinorVersion,
    PULONG ReturnedProductType);
NTKERNELAPI ULONG NTAPI RtlGetSuiteMask(void);
NTKERNELAPI NTSTATUS NTAPI RtlIncrementCorrelationVector(PCORRELATION_VECTOR CorrelationVector);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI BOOLEAN NTAPI RtlInitEnumerationHashTable(PRTL_DYNAMIC_HASH_TABLE HashTable, PRTL_DYNAMIC_HASH_TABLE_ENUMERATOR Enumerator);
NTKERNELAPI BOOLEAN NTAPI RtlInitStrongEnumerationHashTable(PRTL_DYNAMIC_HASH_TABLE HashTable, PRTL_DYNAMIC_HASH_TABLE_ENUMERATOR Enumerator);
NTKERNELAPI BOOLEAN NTAPI RtlInitWeakEnumerationHashTable(PRTL_DYNAMIC_HASH_TABLE HashTable, PRTL_DYNAMIC_HASH_TABLE_ENUMERATOR Enumerator);
NTKERNELAPI NTSTATUS NTAPI RtlInitializeCorrelationVector(PCORRELATION_VECTOR CorrelationVector, int Version, const GUID *Guid);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI RtlInitializeGenericTable(PRTL_GENERIC_TABLE Table, PRTL_GENERIC_COMPARE_ROUTINE CompareRoutine,
    PRTL_GENERIC_ALLOCATE_ROUTINE AllocateRoutine, PRTL_GENERIC_FREE_ROUTINE FreeRoutine, PVOID TableContext);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI RtlInitializeGenericTableAvl(PRTL_AVL_TABLE Table, PRTL_AVL_COMPARE_ROUTINE CompareRoutine,
    PRTL_AVL_ALLOCATE_ROUTINE AllocateRoutine, PRTL_AVL_FREE_ROUTINE FreeRoutine, PVOID TableContext);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI PVOID NTAPI RtlInsertElementGenericTable(PRTL_GENERIC_TABLE Table, PVOID Buffer, CLONG BufferSize, PBOOLEAN NewElement);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI PVOID NTAPI RtlInsertElementGenericTableAvl(PRTL_AVL_TABLE Table, PVOID Buffer, CLONG BufferSize, PBOOLEAN NewElement);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI PVOID NTAPI RtlInsertElementGenericTableFull(PRTL_GENERIC_TABLE Table, PVOID Buffer, CLONG BufferSize, PBOOLEAN NewElement,
    PVOID NodeOrParent, TABLE_SEARCH_RESULT SearchResult);
NTKERNELAPI PVOID NTAPI RtlInsertElementGenericTableFullAvl(PRTL_AVL_TABLE Table, PVOID Buffer, CLONG BufferSize, PBOOLEAN NewElement,
    PVOID NodeOrParent, TABLE_SEARCH_RESULT SearchResult);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI BOOLEAN NTAPI RtlInsertEntryHashTable(PRTL_DYNAMIC_HASH_TABLE HashTable, PRTL_DYNAMIC_HASH_TABLE_ENTRY Entry, ULONG_PTR Signature,
    PRTL_DYNAMIC_HASH_TABLE_CONTEXT Context);
NTKERNELAPI BOOLEAN NTAPI RtlIsGenericTableEmpty(PRTL_GENERIC_TABLE Table);  /* IRQL <= APC_LEVEL */
NTKERNELAPI BOOLEAN NTAPI RtlIsGenericTableEmptyAvl(PRTL_AVL_TABLE Table);  /* IRQL <= APC_LEVEL */
NTKERNELAPI BOOLEAN NTAPI RtlIsMultiSessionSku(void);
NTKERNELAPI BOOLEAN NTAPI RtlIsMultiUsersInSessionSku(void);
NTKERNELAPI BOOLEAN NTAPI RtlIsStateSeparationEnabled(void);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI PVOID NTAPI RtlLookupElementGenericTable(PRTL_GENERIC_TABLE Table, PVOID Buffer);
NTKERNELAPI PVOID NTAPI RtlLookupElementGenericTableAvl(PRTL_AVL_TABLE Table, PVOID Buffer);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI PVOID NTAPI RtlLookupElementGenericTableFull(PRTL_GENERIC_TABLE Table, PVOID Buffer, PVOID *NodeOrParent,
    TABLE_SEARCH_RESULT *SearchResult);
NTKERNELAPI PVOID NTAPI RtlLookupElementGenericTableFullAvl(PRTL_AVL_TABLE Table, PVOID Buffer, PVOID *NodeOrParent,
    TABLE_SEARCH_RESULT *SearchResult);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI PRTL_DYNAMIC_HASH_TABLE_ENTRY NTAPI RtlLookupEntryHashTable(PRTL_DYNAMIC_HASH_TABLE HashTable, ULONG_PTR Signature,
    PRTL_DYNAMIC_HASH_TABLE_CONTEXT Context);
NTKERNELAPI PVOID NTAPI RtlLookupFirstMatchingElementGenericTableAvl(PRTL_AVL_TABLE Table, PVOID Buffer, PVOID *RestartKey);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI RtlMapGenericMask(PACCESS_MASK AccessMask, PGENERIC_MAPPING GenericMapping);  /* IRQL <= APC_LEVEL */
NTKERNELAPI ULONG NTAPI RtlNumberGenericTableElements(PRTL_GENERIC_TABLE Table);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI ULONG NTAPI RtlNumberGenericTableElementsAvl(PRTL_AVL_TABLE Table);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI BOOLEAN NTAPI RtlPrefixUnicodeString(PCUNICODE_STRING String1, PCUNICODE_STRING String2, BOOLEAN CaseInSensitive);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI PRTL_SPLAY_LINKS NTAPI RtlRealPredecessor(PRTL_SPLAY_LINKS Links);
NTKERNELAPI PRTL_SPLAY_LINKS NTAPI RtlRealSuccessor(PRTL_SPLAY_LINKS Links);
NTKERNELAPI BOOLEAN NTAPI RtlRemoveEntryHashTable(PRTL_DYNAMIC_HASH_TABLE HashTable, PRTL_DYNAMIC_HASH_TABLE_ENTRY Entry,
    PRTL_DYNAMIC_HASH_TABLE_CONTEXT Context);
NTKERNELAPI NTSTATUS NTAPI RtlRunOnceBeginInitialize(PRTL_RUN_ONCE RunOnce, ULONG Flags, PVOID *Context);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlRunOnceComplete(PRTL_RUN_ONCE RunOnce, ULONG Flags, PVOID Context);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlRunOnceExecuteOnce(PRTL_RUN_ONCE RunOnce, PRTL_RUN_ONCE_INIT_FN InitFn, PVOID Parameter, PVOID *Context);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI RtlRunOnceInitialize(PRTL_RUN_ONCE RunOnce);  /* IRQL <= APC_LEVEL */
NTKERNELAPI PRTL_SPLAY_LINKS NTAPI RtlSplay(PRTL_SPLAY_LINKS Links);
NTKERNELAPI PRTL_DYNAMIC_HASH_TABLE_ENTRY NTAPI RtlStronglyEnumerateEntryHashTable(PRTL_DYNAMIC_HASH_TABLE HashTable,
    PRTL_DYNAMIC_HASH_TABLE_ENUMERATOR Enumerator);
NTKERNELAPI PRTL_SPLAY_LINKS NTAPI RtlSubtreePredecessor(PRTL_SPLAY_LINKS Links);
NTKERNELAPI PRTL_SPLAY_LINKS NTAPI RtlSubtreeSuccessor(PRTL_SPLAY_LINKS Links);
NTKERNELAPI BOOLEAN NTAPI RtlSuffixUnicodeString(PCUNICODE_STRING String1, PCUNICODE_STRING String2, BOOLEAN CaseInSensitive);
NTKERNELAPI NTSTATUS NTAPI RtlUpcaseUnicodeString(PUNICODE_STRING DestinationString, PCUNICODE_STRING SourceString,
    BOOLEAN AllocateDestinationString);  /* IRQL <= APC_LEVEL */
NTKERNELAPI CHAR NTAPI RtlUpperChar(CHAR Character);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI RtlUpperString(PSTRING DestinationString, const STRING *SourceString);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlValidateCorrelationVector(PCORRELATION_VECTOR Vector);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlVolumeDeviceToDosName(PVOID VolumeDeviceObject, PUNICODE_STRING DosName);
NTKERNELAPI ULONG NTAPI RtlWalkFrameChain(PVOID *Callers, ULONG Count, ULONG Flags);
NTKERNELAPI PRTL_DYNAMIC_HASH_TABLE_ENTRY NTAPI RtlWeaklyEnumerateEntryHashTable(PRTL_DYNAMIC_HASH_TABLE HashTable,
    PRTL_DYNAMIC_HASH_TABLE_ENUMERATOR Enumerator);
NTKERNELAPI NTSTATUS NTAPI RtlWriteNonVolatileMemory(PVOID NvToken, __unaligned void *NvDestination, __unaligned void *Source, SIZE_T Size,
    ULONG Flags);

#endif
