/*
 * wdm/dpc.h: deferred procedure calls, timers, APCs.
 * learn.microsoft.com/windows-hardware/drivers/kernel/introduction-to-dpc-objects
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/wdm/ + nf-wdm-<function>, ns-wdm-_<structure>, ne-wdm-_<enumeration>, nc-wdm-<callback>, all lower case.
 * A part of wdm.h: include that.
 */
#ifndef FLUE_DDI_WDM_DPC_H
#define FLUE_DDI_WDM_DPC_H

#define DPC_WATCHDOG_GLOBAL_TRIAGE_BLOCK_SIGNATURE              0xAEBECEDE
#define DPC_WATCHDOG_GLOBAL_TRIAGE_BLOCK_VER_1_SIZE             ((ULONGLONG)16)
#define KAPC_OFFSET_TO_SPARE_BYTE0                              1
#define KAPC_OFFSET_TO_SPARE_BYTE1                              3
#define KAPC_OFFSET_TO_SPARE_LONG                               4
#define KAPC_OFFSET_TO_SYSTEMARGUMENT1                          0x40
#define KAPC_OFFSET_TO_SYSTEMARGUMENT2                          72
#define KAPC_OFFSET_TO_APCSTATEINDEX                            80
#define KAPC_ACTUAL_LENGTH                                      ((ULONGLONG)83)
#define DPC_NORMAL                                              0
#define DPC_THREADED                                            1
#define TIMER_TOLERABLE_DELAY_BITS                              6
#define TIMER_EXPIRED_INDEX_BITS                                6
#define TIMER_PROCESSOR_INDEX_BITS                              5
#define KTIMER_ACTUAL_LENGTH                                    ((ULONGLONG)64)
#define EX_TIMER_HIGH_RESOLUTION                                4
#define EX_TIMER_NO_WAKE                                        8
#define EX_TIMER_UNLIMITED_TOLERANCE                            ((LONGLONG)-1)
#define EX_TIMER_NOTIFICATION                                   0x80000000
#define IO_TYPE_TIMER                                           9

#define DPC_WATCHDOG_GLOBAL_TRIAGE_BLOCK_REVISION_1             1
typedef struct _DPC_WATCHDOG_GLOBAL_TRIAGE_BLOCK {
    ULONG Signature;
    USHORT Revision;
    USHORT Size;
    USHORT DpcWatchdogProfileOffset;
    ULONG DpcWatchdogProfileLength;
} DPC_WATCHDOG_GLOBAL_TRIAGE_BLOCK, *PDPC_WATCHDOG_GLOBAL_TRIAGE_BLOCK;

typedef struct _KAPC {
    UCHAR Type;
    UCHAR SpareByte0;
    UCHAR Size;
    UCHAR SpareByte1;
    ULONG SpareLong0;
    struct _KTHREAD *Thread;
    LIST_ENTRY ApcListEntry;
    PVOID Reserved[3];
    PVOID NormalContext;
    PVOID SystemArgument1;
    PVOID SystemArgument2;
    CCHAR ApcStateIndex;
    KPROCESSOR_MODE ApcMode;
    BOOLEAN Inserted;
} KAPC, *PKAPC, *PRKAPC;

typedef void NTAPI KDEFERRED_ROUTINE(struct _KDPC *Dpc, PVOID DeferredContext, PVOID SystemArgument1, PVOID SystemArgument2);  /* IRQL DISPATCH_LEVEL */
typedef KDEFERRED_ROUTINE *PKDEFERRED_ROUTINE;

struct _KDPC {
    union {
        ULONG TargetInfoAsUlong;
        struct {
            UCHAR Type;
            UCHAR Importance;
            volatile USHORT Number;
        };
    };
    SINGLE_LIST_ENTRY DpcListEntry;
    KAFFINITY ProcessorHistory;
    PKDEFERRED_ROUTINE DeferredRoutine;
    PVOID DeferredContext;
    PVOID SystemArgument1;
    PVOID SystemArgument2;
    PVOID DpcData;
};

typedef struct _KTIMER {
    DISPATCHER_HEADER Header;
    ULARGE_INTEGER DueTime;
    LIST_ENTRY TimerListEntry;
    struct _KDPC *Dpc;
    ULONG Processor;
    ULONG Period;
} KTIMER, *PKTIMER, *PRKTIMER;

typedef struct _KDPC_WATCHDOG_INFORMATION {
    ULONG DpcTimeLimit;
    ULONG DpcTimeCount;
    ULONG DpcWatchdogLimit;
    ULONG DpcWatchdogCount;
    ULONG Reserved;
} KDPC_WATCHDOG_INFORMATION, *PKDPC_WATCHDOG_INFORMATION;

typedef struct _EXT_SET_PARAMETERS_V0 {
    ULONG Version;
    ULONG Reserved;
    LONGLONG NoWakeTolerance;
} EXT_SET_PARAMETERS, *PEXT_SET_PARAMETERS, *PKT2_SET_PARAMETERS;

typedef void NTAPI EXT_DELETE_CALLBACK(PVOID Context);  /* IRQL DISPATCH_LEVEL */
typedef EXT_DELETE_CALLBACK *PEXT_DELETE_CALLBACK;

typedef struct _EXT_DELETE_PARAMETERS {
    ULONG Version;
    ULONG Reserved;
    PEXT_DELETE_CALLBACK DeleteCallback;
    PVOID DeleteContext;
} EXT_DELETE_PARAMETERS, *PEXT_DELETE_PARAMETERS;

struct _EX_TIMER;
typedef struct _EX_TIMER *PEX_TIMER;
typedef void NTAPI EXT_CALLBACK(PEX_TIMER Timer, PVOID Context);  /* IRQL DISPATCH_LEVEL */
typedef void NTAPI IO_DPC_ROUTINE(PKDPC Dpc, struct _DEVICE_OBJECT *DeviceObject, struct _IRP *Irp, PVOID Context);  /* IRQL DISPATCH_LEVEL */
typedef void NTAPI IO_TIMER_ROUTINE(struct _DEVICE_OBJECT *DeviceObject, PVOID Context);  /* IRQL DISPATCH_LEVEL */

typedef enum _KDPC_IMPORTANCE {
    LowImportance,
    MediumImportance,
    HighImportance,
    MediumHighImportance,
} KDPC_IMPORTANCE;

typedef EXT_CALLBACK *PEXT_CALLBACK;
typedef PVOID PEXT_CANCEL_PARAMETERS;
typedef IO_DPC_ROUTINE *PIO_DPC_ROUTINE;
typedef IO_TIMER_ROUTINE *PIO_TIMER_ROUTINE;

NTKERNELAPI void NTAPI ExAcquireSpinLockExclusiveAtDpcLevel(PEX_SPIN_LOCK SpinLock);  /* IRQL >=DISPATCH_LEVEL */
NTKERNELAPI void NTAPI ExAcquireSpinLockSharedAtDpcLevel(PEX_SPIN_LOCK SpinLock);  /* IRQL >=DISPATCH_LEVEL */
NTKERNELAPI PEX_TIMER NTAPI ExAllocateTimer(PEXT_CALLBACK Callback, PVOID CallbackContext, ULONG Attributes);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI BOOLEAN NTAPI ExCancelTimer(PEX_TIMER Timer, PEXT_CANCEL_PARAMETERS Parameters);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI BOOLEAN NTAPI ExDeleteTimer(PEX_TIMER Timer, BOOLEAN Cancel, BOOLEAN Wait, PEXT_DELETE_PARAMETERS Parameters);
NTKERNELAPI void NTAPI ExQueryTimerResolution(PULONG MaximumTime, PULONG MinimumTime, PULONG CurrentTime);  /* any IRQL */
NTKERNELAPI void NTAPI ExReleaseSpinLockExclusiveFromDpcLevel(PEX_SPIN_LOCK SpinLock);  /* IRQL >=DISPATCH_LEVEL */
NTKERNELAPI void NTAPI ExReleaseSpinLockSharedFromDpcLevel(PEX_SPIN_LOCK SpinLock);  /* IRQL >=DISPATCH_LEVEL */
NTKERNELAPI BOOLEAN NTAPI ExSetTimer(PEX_TIMER Timer, LONGLONG DueTime, LONGLONG Period, PEXT_SET_PARAMETERS Parameters);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI ULONG NTAPI ExSetTimerResolution(ULONG DesiredTime, BOOLEAN SetResolution);  /* IRQL <= APC_LEVEL */
NTKERNELAPI LOGICAL NTAPI ExTryAcquireSpinLockExclusiveAtDpcLevel(PEX_SPIN_LOCK SpinLock);
NTKERNELAPI LOGICAL NTAPI ExTryAcquireSpinLockSharedAtDpcLevel(PEX_SPIN_LOCK SpinLock);
NTKERNELAPI NTSTATUS NTAPI IoInitializeTimer(PDEVICE_OBJECT DeviceObject, PIO_TIMER_ROUTINE TimerRoutine, PVOID Context);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI IoStartTimer(PDEVICE_OBJECT DeviceObject);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI IoStopTimer(PDEVICE_OBJECT DeviceObject);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI KeAcquireInStackQueuedSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock, PKLOCK_QUEUE_HANDLE LockHandle);  /* IRQL >=DISPATCH_LEVEL */
NTKERNELAPI void NTAPI KeAcquireInStackQueuedSpinLockForDpc(PKSPIN_LOCK SpinLock, PKLOCK_QUEUE_HANDLE LockHandle);
NTKERNELAPI void NTAPI KeAcquireSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock);
NTKERNELAPI KIRQL NTAPI KeAcquireSpinLockForDpc(PKSPIN_LOCK SpinLock);
NTKERNELAPI KIRQL NTAPI KeAcquireSpinLockRaiseToDpc(PKSPIN_LOCK SpinLock);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI BOOLEAN NTAPI KeCancelTimer(PKTIMER);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI KeFlushQueuedDpcs(void);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI KeInitializeDpc(PRKDPC Dpc, PKDEFERRED_ROUTINE DeferredRoutine, PVOID DeferredContext);  /* any IRQL */
NTKERNELAPI void NTAPI KeInitializeThreadedDpc(PRKDPC Dpc, PKDEFERRED_ROUTINE DeferredRoutine, PVOID DeferredContext);  /* any IRQL */
NTKERNELAPI void NTAPI KeInitializeTimer(PKTIMER Timer);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI KeInitializeTimerEx(PKTIMER Timer, TIMER_TYPE Type);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI BOOLEAN NTAPI KeInsertQueueDpc(PRKDPC Dpc, PVOID SystemArgument1, PVOID SystemArgument2);  /* any IRQL */
NTKERNELAPI NTSTATUS NTAPI KeQueryDpcWatchdogInformation(PKDPC_WATCHDOG_INFORMATION WatchdogInformation);  /* IRQL DISPATCH_LEVEL */
NTKERNELAPI BOOLEAN NTAPI KeReadStateTimer(PKTIMER Timer);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI KeReleaseInStackQueuedSpinLockForDpc(PKLOCK_QUEUE_HANDLE LockHandle);
NTKERNELAPI void NTAPI KeReleaseInStackQueuedSpinLockFromDpcLevel(PKLOCK_QUEUE_HANDLE LockHandle);
NTKERNELAPI void NTAPI KeReleaseSpinLockForDpc(PKSPIN_LOCK SpinLock, KIRQL OldIrql);
NTKERNELAPI void NTAPI KeReleaseSpinLockFromDpcLevel(PKSPIN_LOCK SpinLock);  /* IRQL DISPATCH_LEVEL */
NTKERNELAPI BOOLEAN NTAPI KeRemoveQueueDpc(PRKDPC Dpc);  /* any IRQL */
NTKERNELAPI BOOLEAN NTAPI KeRemoveQueueDpcEx(PRKDPC Dpc, BOOLEAN WaitIfActive);
NTKERNELAPI BOOLEAN NTAPI KeSetCoalescableTimer(PKTIMER Timer, LARGE_INTEGER DueTime, ULONG Period, ULONG TolerableDelay, PKDPC Dpc);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI KeSetImportanceDpc(PRKDPC Dpc, KDPC_IMPORTANCE Importance);  /* any IRQL */
NTKERNELAPI void NTAPI KeSetTargetProcessorDpc(PRKDPC Dpc, CCHAR Number);  /* any IRQL */
NTKERNELAPI NTSTATUS NTAPI KeSetTargetProcessorDpcEx(PKDPC Dpc, PPROCESSOR_NUMBER ProcNumber);  /* any IRQL */
NTKERNELAPI BOOLEAN NTAPI KeSetTimer(PKTIMER Timer, LARGE_INTEGER DueTime, PKDPC Dpc);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI BOOLEAN NTAPI KeSetTimerEx(PKTIMER Timer, LARGE_INTEGER DueTime, LONG Period, PKDPC Dpc);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI BOOLEAN NTAPI KeTryToAcquireSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock);  /* IRQL DISPATCH_LEVEL */

#endif
