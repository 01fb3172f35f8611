/*
 * wdm/resource.h: ERESOURCE, fast mutexes, rundown, push locks.
 * learn.microsoft.com/windows-hardware/drivers/kernel/introduction-to-eresource-routines
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/wdm/ + nf-wdm-<function>, ns-wdm-_<structure>, ne-wdm-_<enumeration>, nc-wdm-<callback>, all lower case.
 * A part of wdm.h: include that.
 */
#ifndef FLUE_DDI_WDM_RESOURCE_H
#define FLUE_DDI_WDM_RESOURCE_H

#define FM_LOCK_BIT                                             1
#define FM_LOCK_BIT_V                                           0
#define ResourceNeverExclusive                                  0x10
#define ResourceReleaseByOtherThread                            0x20
#define ResourceOwnedExclusive                                  0x80
#define RESOURCE_HASH_TABLE_SIZE                                0x40
#define EX_RUNDOWN_ACTIVE                                       1
#define EX_RUNDOWN_COUNT_SHIFT                                  1
#define EX_RUNDOWN_COUNT_INC                                    2

typedef ULONG_PTR ERESOURCE_THREAD;

typedef struct _FAST_MUTEX {
    LONG Count;
    PVOID Owner;
    ULONG Contention;
    KEVENT Event;
    ULONG OldIrql;
} FAST_MUTEX, KGUARDED_MUTEX, *PFAST_MUTEX, *PKGUARDED_MUTEX;

typedef struct _OWNER_ENTRY {
    ERESOURCE_THREAD OwnerThread;
    union {
        struct {
            ULONG IoPriorityBoosted : 1;
            ULONG OwnerReferenced : 1;
            ULONG IoQoSPriorityBoosted : 1;
            ULONG OwnerCount : 29;
        };
        ULONG TableSize;
    };
} OWNER_ENTRY, *POWNER_ENTRY;

typedef struct _ERESOURCE {
    LIST_ENTRY SystemResourcesList;
    POWNER_ENTRY OwnerTable;
    SHORT ActiveCount;
    union {
        USHORT Flag;
        struct {
            UCHAR ReservedLowFlags;
            UCHAR WaiterPriority;
        };
    };
    PVOID SharedWaiters;
    PVOID ExclusiveWaiters;
    OWNER_ENTRY OwnerEntry;
    ULONG ActiveEntries;
    ULONG ContentionCount;
    ULONG NumberOfSharedWaiters;
    ULONG NumberOfExclusiveWaiters;
    PVOID Reserved2;
    union {
        PVOID Address;
        ULONG_PTR CreatorBackTraceIndex;
    };
    KSPIN_LOCK SpinLock;
} ERESOURCE, *PERESOURCE;

typedef struct _RESOURCE_HASH_ENTRY {
    LIST_ENTRY ListEntry;
    PVOID Address;
    ULONG ContentionCount;
    ULONG Number;
} RESOURCE_HASH_ENTRY, *PRESOURCE_HASH_ENTRY;

typedef struct _RESOURCE_PERFORMANCE_DATA {
    ULONG ActiveResourceCount;
    ULONG TotalResourceCount;
    ULONG ExclusiveAcquire;
    ULONG SharedFirstLevel;
    ULONG SharedSecondLevel;
    ULONG StarveFirstLevel;
    ULONG StarveSecondLevel;
    ULONG WaitForExclusive;
    ULONG OwnerTableExpands;
    ULONG MaximumTableExpand;
    LIST_ENTRY HashTable[64];
} RESOURCE_PERFORMANCE_DATA, *PRESOURCE_PERFORMANCE_DATA;

typedef struct _EX_RUNDOWN_REF {
    union {
        ULONG_PTR Count;
        PVOID Ptr;
    };
} EX_RUNDOWN_REF, *PEX_RUNDOWN_REF;

typedef ERESOURCE_THREAD *PERESOURCE_THREAD;
struct _EX_RUNDOWN_REF_CACHE_AWARE;
typedef struct _EX_RUNDOWN_REF_CACHE_AWARE *PEX_RUNDOWN_REF_CACHE_AWARE;

NTKERNELAPI void NTAPI ExAcquireFastMutex(PFAST_MUTEX FastMutex);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI ExAcquireFastMutexUnsafe(PFAST_MUTEX FastMutex);  /* IRQL APC_LEVEL */
NTKERNELAPI BOOLEAN NTAPI ExAcquireResourceExclusiveLite(PERESOURCE Resource, BOOLEAN Wait);  /* IRQL <= APC_LEVEL */
NTKERNELAPI BOOLEAN NTAPI ExAcquireResourceSharedLite(PERESOURCE Resource, BOOLEAN Wait);  /* IRQL <= APC_LEVEL */
NTKERNELAPI BOOLEAN NTAPI ExAcquireRundownProtection(PEX_RUNDOWN_REF RunRef);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI BOOLEAN NTAPI ExAcquireRundownProtectionCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware);
NTKERNELAPI BOOLEAN NTAPI ExAcquireRundownProtectionCacheAwareEx(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware, ULONG Count);
NTKERNELAPI BOOLEAN NTAPI ExAcquireRundownProtectionEx(PEX_RUNDOWN_REF RunRef, ULONG Count);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI PEX_RUNDOWN_REF_CACHE_AWARE NTAPI ExAllocateCacheAwareRundownProtection(POOL_TYPE PoolType, ULONG PoolTag);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI ExCleanupRundownProtectionCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware);
NTKERNELAPI NTSTATUS NTAPI ExDeleteResourceLite(PERESOURCE Resource);  /* IRQL <= APC_LEVEL */
NTKERNELAPI PVOID NTAPI ExEnterCriticalRegionAndAcquireResourceExclusive(PERESOURCE Resource);  /* IRQL <= APC_LEVEL */
NTKERNELAPI PVOID NTAPI ExEnterCriticalRegionAndAcquireResourceShared(PERESOURCE Resource);
NTKERNELAPI void NTAPI ExFreeCacheAwareRundownProtection(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ExInitializeResourceLite(PERESOURCE Resource);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI ExInitializeRundownProtection(PEX_RUNDOWN_REF RunRef);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI ExInitializeRundownProtectionCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware, SIZE_T RunRefSize);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI ExInitializeRundownProtectionCacheAwareEx(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware, ULONG Flags);  /* IRQL <= APC_LEVEL */
NTKERNELAPI BOOLEAN NTAPI ExIsResourceAcquiredExclusiveLite(PERESOURCE Resource);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI ULONG NTAPI ExIsResourceAcquiredSharedLite(PERESOURCE Resource);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI ExReInitializeRundownProtection(PEX_RUNDOWN_REF RunRef);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI ExReInitializeRundownProtectionCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware);
NTKERNELAPI NTSTATUS NTAPI ExReinitializeResourceLite(PERESOURCE Resource);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI ExReleaseFastMutex(PFAST_MUTEX FastMutex);  /* IRQL APC_LEVEL */
NTKERNELAPI void NTAPI ExReleaseFastMutexUnsafe(PFAST_MUTEX FastMutex);  /* IRQL APC_LEVEL */
NTKERNELAPI void NTAPI ExReleaseResourceAndLeaveCriticalRegion(PERESOURCE Resource);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI ExReleaseResourceForThreadLite(PERESOURCE Resource, ERESOURCE_THREAD ResourceThreadId);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI ExReleaseResourceLite(PERESOURCE Resource);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI ExReleaseRundownProtection(PEX_RUNDOWN_REF RunRef);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI ExReleaseRundownProtectionCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware);
NTKERNELAPI void NTAPI ExReleaseRundownProtectionCacheAwareEx(PEX_RUNDOWN_REF_CACHE_AWARE RunRef, ULONG Count);
NTKERNELAPI void NTAPI ExReleaseRundownProtectionEx(PEX_RUNDOWN_REF RunRef, ULONG Count);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI ExRundownCompleted(PEX_RUNDOWN_REF RunRef);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI ExRundownCompletedCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware);
NTKERNELAPI void NTAPI ExSetResourceOwnerPointer(PERESOURCE Resource, PVOID OwnerPointer);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI ExSetResourceOwnerPointerEx(PERESOURCE Resource, PVOID OwnerPointer, ULONG Flags);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI SIZE_T NTAPI ExSizeOfRundownProtectionCacheAware(void);  /* IRQL <= APC_LEVEL */
NTKERNELAPI BOOLEAN NTAPI ExTryToAcquireFastMutex(PFAST_MUTEX FastMutex);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI ExWaitForRundownProtectionRelease(PEX_RUNDOWN_REF RunRef);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI ExWaitForRundownProtectionReleaseCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE RunRef);
NTKERNELAPI void NTAPI KeAcquireGuardedMutex(PKGUARDED_MUTEX Mutex);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI KeAcquireGuardedMutexUnsafe(PKGUARDED_MUTEX FastMutex);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI KeInitializeGuardedMutex(PKGUARDED_MUTEX Mutex);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI KeReleaseGuardedMutex(PKGUARDED_MUTEX Mutex);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI KeReleaseGuardedMutexUnsafe(PKGUARDED_MUTEX FastMutex);  /* IRQL <= APC_LEVEL */
NTKERNELAPI BOOLEAN NTAPI KeTryToAcquireGuardedMutex(PKGUARDED_MUTEX Mutex);  /* IRQL <= APC_LEVEL */

#endif
