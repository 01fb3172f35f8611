/*
 * wdm/inline/ex.h: executive helpers in line: fast mutex, work item, look-aside lists, object references, pool wrappers.
 * learn.microsoft.com/windows-hardware/drivers/kernel/using-lookaside-lists, .../ddi/wdm/nf-wdm-exallocatepool2
 */
#ifndef FLUE_DDI_WDM_INLINE_EX_H
#define FLUE_DDI_WDM_INLINE_EX_H

DDI_INLINE void ExInitializeFastMutex(PFAST_MUTEX FastMutex) /* non-paged storage; acquired at IRQL <= APC_LEVEL */
{
    FastMutex->Count = FM_LOCK_BIT;
    FastMutex->Owner = NULL;
    FastMutex->Contention = 0;
    KeInitializeEvent(&FastMutex->Event, SynchronizationEvent, FALSE);
}
DDI_INLINE void ExInitializeWorkItem(PWORK_QUEUE_ITEM Item, PWORKER_THREAD_ROUTINE Routine, PVOID Context)
{
    Item->WorkerRoutine = Routine;
    Item->Parameter = Context;
    Item->List.Flink = NULL;
}
DDI_INLINE void ExInitializeDeleteTimerParameters(PEXT_DELETE_PARAMETERS Parameters)
{
    __builtin_memset(Parameters, 0, sizeof(*Parameters));
    Parameters->Version = 0;
}
DDI_INLINE void KeInitializeTimer2SetParameters(PKT2_SET_PARAMETERS Parameters)
{
    __builtin_memset(Parameters, 0, sizeof(*Parameters));
    Parameters->NoWakeTolerance = -1;
}
DDI_INLINE void ExInitializeSetTimerParameters(PEXT_SET_PARAMETERS Parameters) { KeInitializeTimer2SetParameters(Parameters); }

/* A look-aside list keeps freed entries for the next allocation; Depth is the system's to tune. Lists are 16-byte aligned and non-paged. */
#define DDI_LOOKASIDE(kind, list, alloc, pop_allocate, push_free)                                                                                 \
    DDI_INLINE PVOID ExAllocateFrom##kind(list Lookaside)                                                                                        \
    {                                                                                                                                             \
        PVOID entry;                                                                                                                              \
        Lookaside->L.TotalAllocates += 1;                                                                                                         \
        entry = ExpInterlockedPopEntrySList(&Lookaside->L.ListHead);                                                                              \
        if (!entry) {                                                                                                                             \
            Lookaside->L.AllocateMisses += 1;                                                                                                     \
            entry = pop_allocate;                                                                                                                 \
        }                                                                                                                                         \
        return entry;                                                                                                                             \
    }                                                                                                                                             \
    DDI_INLINE void ExFreeTo##kind(list Lookaside, PVOID Entry)                                                                                  \
    {                                                                                                                                             \
        Lookaside->L.TotalFrees += 1;                                                                                                             \
        if (ExQueryDepthSList(&Lookaside->L.ListHead) >= Lookaside->L.Depth) {                                                                    \
            Lookaside->L.FreeMisses += 1;                                                                                                         \
            push_free;                                                                                                                            \
        } else {                                                                                                                                  \
            ExpInterlockedPushEntrySList(&Lookaside->L.ListHead, (PSLIST_ENTRY)Entry);                                                            \
        }                                                                                                                                         \
    }
DDI_LOOKASIDE(NPagedLookasideList, PNPAGED_LOOKASIDE_LIST, , Lookaside->L.Allocate(Lookaside->L.Type, Lookaside->L.Size, Lookaside->L.Tag), Lookaside->L.Free(Entry))
DDI_LOOKASIDE(PagedLookasideList, PPAGED_LOOKASIDE_LIST, , Lookaside->L.Allocate(Lookaside->L.Type, Lookaside->L.Size, Lookaside->L.Tag), Lookaside->L.Free(Entry))
DDI_LOOKASIDE(LookasideListEx, PLOOKASIDE_LIST_EX, , Lookaside->L.AllocateEx(Lookaside->L.Type, Lookaside->L.Size, Lookaside->L.Tag, Lookaside),
              Lookaside->L.FreeEx(Entry, Lookaside))

#define ObReferenceObject(Object) ObfReferenceObject(Object)
#define ObReferenceObjectWithTag(Object, Tag) ObfReferenceObjectWithTag(Object, Tag)
#define ObDereferenceObject(a) ObfDereferenceObject(a)
#define ObDereferenceObjectWithTag(a, t) ObfDereferenceObjectWithTag(a, t)
#define ExGetCurrentResourceThread() ((ERESOURCE_THREAD)PsGetCurrentThread())
#define ExReleaseResource(R) ExReleaseResourceLite(R)
#define ExInterlockedCompareExchange64(Destination, Exchange, Comperand, Lock) InterlockedCompareExchange64(Destination, *(Exchange), *(Comperand))
#define ExInterlockedAddLargeStatistic(Addend, Increment) ((void)InterlockedAddNoFence64(&(Addend)->QuadPart, (LONGLONG)(Increment)))
#define InterlockedIncrementSizeT(a) InterlockedIncrement64((LONG64 *)(a))
#define InterlockedIncrementSizeTNoFence(a) InterlockedIncrement64((LONG64 *)(a))
#define InterlockedDecrementSizeT(a) InterlockedDecrement64((LONG64 *)(a))
#define InterlockedDecrementSizeTNoFence(a) InterlockedDecrement64((LONG64 *)(a))
#define InterlockedExchangeAddSizeT(a, b) InterlockedExchangeAdd64((LONG64 *)(a), (LONG64)(b))
#define InterlockedExchangeAddSizeTAcquire(a, b) InterlockedExchangeAdd64((LONG64 *)(a), (LONG64)(b))
#define InterlockedExchangeAddSizeTNoFence(a, b) InterlockedExchangeAdd64((LONG64 *)(a), (LONG64)(b))

/*
 * Pool of Windows 10 2004 and later (ExAllocatePool2 zeroes unless POOL_FLAG_UNINITIALIZED; tag 0 is invalid; freed by ExFreePoolWithTag or
 * ExFreePool). A driver that must load on older systems looks the name up with MmGetSystemRoutineAddress.
 */
typedef ULONG64 POOL_FLAGS;
#define POOL_FLAG_REQUIRED_START 0x0000000000000001ULL
#define POOL_FLAG_USE_QUOTA 0x0000000000000001ULL
#define POOL_FLAG_UNINITIALIZED 0x0000000000000002ULL
#define POOL_FLAG_SESSION 0x0000000000000004ULL
#define POOL_FLAG_CACHE_ALIGNED 0x0000000000000008ULL
#define POOL_FLAG_RESERVED1 0x0000000000000010ULL
#define POOL_FLAG_RAISE_ON_FAILURE 0x0000000000000020ULL
#define POOL_FLAG_NON_PAGED 0x0000000000000040ULL
#define POOL_FLAG_NON_PAGED_EXECUTE 0x0000000000000080ULL
#define POOL_FLAG_PAGED 0x0000000000000100ULL
#define POOL_FLAG_RESERVED2 0x0000000000000200ULL
#define POOL_FLAG_RESERVED3 0x0000000000000400ULL
#define POOL_FLAG_REQUIRED_END 0x0000000080000000ULL
#define POOL_FLAG_OPTIONAL_START 0x0000000100000000ULL
#define POOL_FLAG_SPECIAL_POOL 0x0000000100000000ULL
#define POOL_FLAG_OPTIONAL_END 0x8000000000000000ULL
typedef enum POOL_EXTENDED_PARAMETER_TYPE {
    PoolExtendedParameterInvalidType = 0,
    PoolExtendedParameterPriority,
    PoolExtendedParameterSecurePool,
    PoolExtendedParameterNumaNode,
    PoolExtendedParameterMax
} POOL_EXTENDED_PARAMETER_TYPE;
typedef struct _POOL_EXTENDED_PARAMS_SECURE_POOL {
    HANDLE SecurePoolHandle;
    PVOID Buffer;
    ULONG_PTR Cookie;
    ULONG SecurePoolFlags;
} POOL_EXTENDED_PARAMS_SECURE_POOL;
/* The page names the bit-fields' widths by constants it does not give; 8, 1 and 55 bits fill the 64 it says. */
typedef struct _POOL_EXTENDED_PARAMETER {
    struct {
        ULONG64 Type : 8;
        ULONG64 Optional : 1;
        ULONG64 Reserved : 55;
    };
    union {
        ULONG64 Reserved2;
        PVOID Reserved3;
        EX_POOL_PRIORITY Priority;
        POOL_EXTENDED_PARAMS_SECURE_POOL *SecurePoolParams;
        ULONG PreferredNode;
    };
} POOL_EXTENDED_PARAMETER, *PPOOL_EXTENDED_PARAMETER;
typedef const POOL_EXTENDED_PARAMETER *PCPOOL_EXTENDED_PARAMETER;
NTKERNELAPI PVOID NTAPI ExAllocatePool2(POOL_FLAGS Flags, SIZE_T NumberOfBytes, ULONG Tag);
NTKERNELAPI PVOID NTAPI ExAllocatePool3(POOL_FLAGS Flags, SIZE_T NumberOfBytes, ULONG Tag, PCPOOL_EXTENDED_PARAMETER ExtendedParameters,
                                        ULONG ExtendedParametersCount);
NTKERNELAPI void NTAPI ExFreePool2(PVOID P, ULONG Tag, PCPOOL_EXTENDED_PARAMETER ExtendedParameters, ULONG ExtendedParametersCount);
NTKERNELAPI KIRQL NTAPI KzRaiseIrql(KIRQL NewIrql);
NTKERNELAPI void NTAPI KzLowerIrql(KIRQL NewIrql);
NTKERNELAPI NTSTATUS NTAPI KeQueryNodeActiveAffinity2(USHORT NodeNumber, PGROUP_AFFINITY GroupAffinities, USHORT GroupAffinitiesCount,
                                                      PUSHORT GroupAffinitiesRequired);
NTKERNELAPI USHORT NTAPI KeQueryNodeActiveProcessorCount(USHORT NodeNumber);
NTKERNELAPI BOOLEAN NTAPI RtlIsZeroMemory(PVOID Buffer, SIZE_T Length);
NTKERNELAPI NTSTATUS NTAPI WmiTraceMessage(TRACEHANDLE LoggerHandle, ULONG MessageFlags, const GUID *MessageGuid, USHORT MessageNumber, ...);
NTKERNELAPI NTSTATUS NTAPI WmiTraceMessageVa(TRACEHANDLE LoggerHandle, ULONG MessageFlags, const GUID *MessageGuid, USHORT MessageNumber,
                                             DDI_VA_LIST MessageArgList);

/* Wrappers of the 2004 kit over functions that every version exports; a driver never imports them. On the host they are functions of the pool's. */
#if FLUE_DDI_DRIVER
DDI_INLINE PVOID ddi_zeroed(PVOID p, SIZE_T n) { return p ? __builtin_memset(p, 0, n) : NULL; }
#define DDI_POOL_WRAPPER(name, result)                                                                                                            \
    DDI_INLINE PVOID name(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag) { return result; }
#define DDI_POOL_WRAPPER_PRIORITY(name, result)                                                                                                   \
    DDI_INLINE PVOID name(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag, EX_POOL_PRIORITY Priority) { return result; }
#else
#define DDI_POOL_WRAPPER(name, result) NTKERNELAPI PVOID NTAPI name(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag);
#define DDI_POOL_WRAPPER_PRIORITY(name, result)                                                                                                   \
    NTKERNELAPI PVOID NTAPI name(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag, EX_POOL_PRIORITY Priority);
#endif
DDI_POOL_WRAPPER(ExAllocatePoolUninitialized, ExAllocatePoolWithTag(PoolType, NumberOfBytes, Tag))
DDI_POOL_WRAPPER(ExAllocatePoolQuotaUninitialized, ExAllocatePoolWithQuotaTag(PoolType, NumberOfBytes, Tag))
DDI_POOL_WRAPPER(ExAllocatePoolZero, ddi_zeroed(ExAllocatePoolWithTag(PoolType, NumberOfBytes, Tag), NumberOfBytes))
DDI_POOL_WRAPPER(ExAllocatePoolQuotaZero, ddi_zeroed(ExAllocatePoolWithQuotaTag(PoolType, NumberOfBytes, Tag), NumberOfBytes))
DDI_POOL_WRAPPER_PRIORITY(ExAllocatePoolPriorityUninitialized, ExAllocatePoolWithTagPriority(PoolType, NumberOfBytes, Tag, Priority))
DDI_POOL_WRAPPER_PRIORITY(ExAllocatePoolPriorityZero, ddi_zeroed(ExAllocatePoolWithTagPriority(PoolType, NumberOfBytes, Tag, Priority), NumberOfBytes))

/* POOL_NX_OPTIN: the driver's own NonPagedPool means the no-execute pool. learn.microsoft.com/windows-hardware/drivers/kernel/nx-pool-opt-in-mechanisms */
DDI_INLINE void ExInitializeDriverRuntime(ULONG RuntimeFlags) { (void)RuntimeFlags; }
#if defined(POOL_NX_OPTIN) || defined(POOL_NX_OPTIN_AUTO)
#define NonPagedPool NonPagedPoolNx
#define NonPagedPoolCacheAligned NonPagedPoolNxCacheAligned
#endif

#endif
