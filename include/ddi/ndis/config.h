/*
 * ndis/config.h: configuration, system and processor information, time, locks, work items, lists.
 * learn.microsoft.com/windows-hardware/drivers/network/
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/ndis/ + nf-ndis-<function>, ns-ndis-_<structure>, ne-ndis-_<enumeration>, nc-ndis-<callback>, all lower case.
 * A part of ndis.h: include that.
 */
#ifndef FLUE_DDI_NDIS_CONFIG_H
#define FLUE_DDI_NDIS_CONFIG_H

#define NDIS_OBJECT_TYPE_TIMER_CHARACTERISTICS                  151
#define NDIS_OBJECT_TYPE_CONFIGURATION_OBJECT                   169
#if NDIS_SUPPORT_NDIS620
#define NDIS_OBJECT_TYPE_RSS_PROCESSOR_INFO                     177
#endif
#define NDIS_ERROR_CODE_HARDWARE_FAILURE                        0xC000138A
#define NDIS_ERROR_CODE_ADAPTER_NOT_FOUND                       0xC000138B
#define NDIS_ERROR_CODE_DRIVER_FAILURE                          0xC000138D
#define NDIS_ERROR_CODE_BAD_VERSION                             0xC000138E
#define NDIS_ERROR_CODE_TIMEOUT                                 0x8000138F
#define NDIS_ERROR_CODE_NETWORK_ADDRESS                         0xC0001390
#define NDIS_ERROR_CODE_UNSUPPORTED_CONFIGURATION               0xC0001391
#define NDIS_ERROR_CODE_INVALID_VALUE_FROM_ADAPTER              0xC0001392
#define NDIS_ERROR_CODE_MISSING_CONFIGURATION_PARAMETER         0xC0001393
#define NDIS_ERROR_CODE_BAD_IO_BASE_ADDRESS                     0xC0001394
#define NDIS_ERROR_CODE_RECEIVE_SPACE_SMALL                     0x40001395
#define NDIS_ERROR_CODE_ADAPTER_DISABLED                        0x80001396
#define NDIS_MAX_PROCESSOR_COUNT                                0x40

typedef struct _NDIS_SPIN_LOCK {
    KSPIN_LOCK SpinLock;
    KIRQL OldIrql;
} NDIS_SPIN_LOCK, *PNDIS_SPIN_LOCK;

typedef struct _NDIS_EVENT {
    KEVENT Event;
} NDIS_EVENT, *PNDIS_EVENT;

typedef struct _NDIS_WORK_ITEM NDIS_WORK_ITEM, *PNDIS_WORK_ITEM;
typedef void NTAPI NDIS_PROC_CALLBACK(struct _NDIS_WORK_ITEM *WorkItem, PVOID Context);
typedef NDIS_PROC_CALLBACK *NDIS_PROC;

struct _NDIS_WORK_ITEM {
    PVOID Context;
    NDIS_PROC Routine;
    UCHAR WrapperReserved[64];
};

typedef enum _NDIS_PARAMETER_TYPE {
    NdisParameterInteger,
    NdisParameterHexInteger,
    NdisParameterString,
    NdisParameterMultiString,
    NdisParameterBinary,
} NDIS_PARAMETER_TYPE, *PNDIS_PARAMETER_TYPE;

typedef UNICODE_STRING NDIS_STRING;

typedef struct BINARY_DATA {
    USHORT Length;
    PVOID Buffer;
} BINARY_DATA;

typedef struct _NDIS_CONFIGURATION_PARAMETER {
    NDIS_PARAMETER_TYPE ParameterType;
    union {
        ULONG IntegerData;
        NDIS_STRING StringData;
        BINARY_DATA BinaryData;
    } ParameterData;
} NDIS_CONFIGURATION_PARAMETER, *PNDIS_CONFIGURATION_PARAMETER;

typedef union _NDIS_RW_LOCK_REFCOUNT {
    ULONG RefCount;
    UCHAR cacheLine[16];
} NDIS_RW_LOCK_REFCOUNT;

typedef struct _NDIS_RW_LOCK {
    union {
        struct {
            KSPIN_LOCK SpinLock;
            PVOID Context;
        };
        UCHAR Reserved[16];
    };
    union {
        NDIS_RW_LOCK_REFCOUNT RefCount[64];
        ULONG RefCountEx[256];
        struct {
            KSPIN_LOCK RefCountLock;
            volatile ULONG SharedRefCount;
            volatile BOOLEAN WriterWaiting;
        };
    };
} NDIS_RW_LOCK, *PNDIS_RW_LOCK;

typedef struct _LOCK_STATE {
    USHORT LockState;
    KIRQL OldIrql;
} LOCK_STATE, *PLOCK_STATE;

#if NDIS_SUPPORT_NDIS620

typedef struct _LOCK_STATE_EX {
    KIRQL OldIrql;
    UCHAR LockState;
    UCHAR Flags;
} LOCK_STATE_EX, *PLOCK_STATE_EX;

#endif /* NDIS_SUPPORT_NDIS620 */

typedef struct _NDIS_TIMER {
    KTIMER Timer;
    KDPC Dpc;
} NDIS_TIMER, *PNDIS_TIMER;

#define NDIS_CONFIGURATION_OBJECT_REVISION_1                    1
typedef struct _NDIS_CONFIGURATION_OBJECT {
    NDIS_OBJECT_HEADER Header;
    NDIS_HANDLE NdisHandle;
    ULONG Flags;
} NDIS_CONFIGURATION_OBJECT, *PNDIS_CONFIGURATION_OBJECT;
#define NDIS_SIZEOF_CONFIGURATION_OBJECT_REVISION_1             RTL_SIZEOF_THROUGH_FIELD(NDIS_CONFIGURATION_OBJECT, Flags)

typedef void NTAPI NDIS_TIMER_FUNCTION(PVOID SystemSpecific1, PVOID FunctionContext, PVOID SystemSpecific2, PVOID SystemSpecific3);  /* IRQL DISPATCH_LEVEL */
typedef NDIS_TIMER_FUNCTION *PNDIS_TIMER_FUNCTION;

#define NDIS_TIMER_CHARACTERISTICS_REVISION_1                   1
typedef struct _NDIS_TIMER_CHARACTERISTICS {
    NDIS_OBJECT_HEADER Header;
    ULONG AllocationTag;
    PNDIS_TIMER_FUNCTION TimerFunction;
    PVOID FunctionContext;
} NDIS_TIMER_CHARACTERISTICS, *PNDIS_TIMER_CHARACTERISTICS;
#define NDIS_SIZEOF_TIMER_CHARACTERISTICS_REVISION_1            RTL_SIZEOF_THROUGH_FIELD(NDIS_TIMER_CHARACTERISTICS, FunctionContext)

typedef struct _NDIS_PROCESSOR_INFO {
    ULONG CpuNumber;
    ULONG PhysicalPackageId;
    ULONG CoreId;
    ULONG HyperThreadID;
} NDIS_PROCESSOR_INFO, *PNDIS_PROCESSOR_INFO;

#define NDIS_SYSTEM_PROCESSOR_INFO_REVISION_1                   1
typedef struct _NDIS_SYSTEM_PROCESSOR_INFO {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_PROCESSOR_VENDOR ProcessorVendor;
    ULONG NumPhysicalPackages;
    ULONG NumCores;
    ULONG NumCoresPerPhysicalPackage;
    ULONG MaxHyperThreadingCpusPerCore;
    ULONG RssBaseCpu;
    ULONG RssCpuCount;
    PUCHAR RssProcessors;
    NDIS_PROCESSOR_INFO CpuInfo[64];
} NDIS_SYSTEM_PROCESSOR_INFO, *PNDIS_SYSTEM_PROCESSOR_INFO;
#define NDIS_SIZEOF_SYSTEM_PROCESSOR_INFO_REVISION_1            RTL_SIZEOF_THROUGH_FIELD(NDIS_SYSTEM_PROCESSOR_INFO, CpuInfo)

typedef struct _NDIS_MINIPORT_BLOCK NDIS_MINIPORT_BLOCK, *PNDIS_MINIPORT_BLOCK;

typedef struct _NDIS_MINIPORT_TIMER {
    KTIMER Timer;
    KDPC Dpc;
    PNDIS_TIMER_FUNCTION MiniportTimerFunction;
    PVOID MiniportTimerContext;
    PNDIS_MINIPORT_BLOCK Miniport;
    struct _NDIS_MINIPORT_TIMER *NextTimer;
} NDIS_MINIPORT_TIMER, *PNDIS_MINIPORT_TIMER;

#define NDIS_ERROR_CODE ULONG
typedef void NTAPI NDIS_IO_WORKITEM_FUNCTION(PVOID WorkItemContext, NDIS_HANDLE NdisIoWorkItemHandle);
typedef NDIS_IO_WORKITEM_FUNCTION *NDIS_IO_WORKITEM_ROUTINE;
typedef struct _NDIS_M_DRIVER_BLOCK NDIS_M_DRIVER_BLOCK, *PNDIS_M_DRIVER_BLOCK;
typedef struct _NDIS_OPEN_BLOCK NDIS_OPEN_BLOCK, *PNDIS_OPEN_BLOCK;

typedef enum _NDIS_PROCESSOR_TYPE {
    NdisProcessorX86,
    NdisProcessorMips,
    NdisProcessorAlpha,
    NdisProcessorPpc,
    NdisProcessorAmd64,
    NdisProcessorIA64,
    NdisProcessorArm,
    NdisProcessorArm64,
} NDIS_PROCESSOR_TYPE, *PNDIS_PROCESSOR_TYPE;

typedef struct _NDIS_PROTOCOL_BLOCK NDIS_PROTOCOL_BLOCK, *PNDIS_PROTOCOL_BLOCK;
#if NDIS_SUPPORT_NDIS620
typedef struct _NDIS_RW_LOCK_EX NDIS_RW_LOCK_EX, *PNDIS_RW_LOCK_EX;
#endif /* NDIS_SUPPORT_NDIS620 */
typedef struct _NET_PNP_EVENT_NOTIFICATION NET_PNP_EVENT_NOTIFICATION, *PNET_PNP_EVENT_NOTIFICATION;
typedef UNICODE_STRING *PNDIS_STRING;
typedef unsigned int *PUINT;
typedef PHYSICAL_ADDRESS NDIS_PHYSICAL_ADDRESS;

#if NDIS_SUPPORT_NDIS620
NDISSYSAPI void NTAPI NdisAcquireRWLockRead(PNDIS_RW_LOCK_EX Lock, PLOCK_STATE_EX LockState, UCHAR Flags);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisAcquireRWLockWrite(PNDIS_RW_LOCK_EX Lock, PLOCK_STATE_EX LockState, UCHAR Flags);  /* IRQL <= DISPATCH_LEVEL */
#endif
NDISSYSAPI void NTAPI NdisAcquireReadWriteLock(PNDIS_RW_LOCK Lock, BOOLEAN fWrite, PLOCK_STATE LockState);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI NDIS_HANDLE NTAPI NdisAllocateIoWorkItem(NDIS_HANDLE NdisObjectHandle);  /* IRQL <= DISPATCH_LEVEL */
#if NDIS_SUPPORT_NDIS620
NDISSYSAPI PNDIS_RW_LOCK_EX NTAPI NdisAllocateRWLock(NDIS_HANDLE NdisHandle);  /* IRQL <= DISPATCH_LEVEL */
#endif
NDISSYSAPI NDIS_STATUS NTAPI NdisAllocateTimerObject(NDIS_HANDLE NdisHandle, PNDIS_TIMER_CHARACTERISTICS TimerCharacteristics,
    PNDIS_HANDLE pTimerObject);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisCancelTimer(PNDIS_TIMER Timer, PBOOLEAN TimerCancelled);
NDISSYSAPI BOOLEAN NTAPI NdisCancelTimerObject(NDIS_HANDLE TimerObject);
NDISSYSAPI void NTAPI NdisCloseConfiguration(NDIS_HANDLE ConfigurationHandle);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI void NTAPI NdisCloseFile(NDIS_HANDLE FileHandle);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI void NTAPI NdisCompleteNetPnPEvent(NDIS_HANDLE NdisBindingHandle, PNET_PNP_EVENT_NOTIFICATION NetPnPEventNotification, NDIS_STATUS Status);  /* IRQL PASSIVE_LEVEL */
#if NDIS_SUPPORT_NDIS620
NDISSYSAPI PROCESSOR_NUMBER NTAPI NdisCurrentGroupAndProcessor(void);  /* IRQL DISPATCH_LEVEL */
#endif
NDISSYSAPI void NTAPI NdisDprAcquireReadWriteLock(PNDIS_RW_LOCK Lock, BOOLEAN fWrite, PLOCK_STATE LockState);  /* IRQL DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisDprReleaseReadWriteLock(PNDIS_RW_LOCK Lock, PLOCK_STATE LockState);  /* IRQL DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisFreeIoWorkItem(NDIS_HANDLE NdisIoWorkItemHandle);  /* IRQL <= DISPATCH_LEVEL */
#if NDIS_SUPPORT_NDIS620
NDISSYSAPI void NTAPI NdisFreeRWLock(PNDIS_RW_LOCK_EX Lock);  /* IRQL <= DISPATCH_LEVEL */
#endif
NDISSYSAPI void NTAPI NdisFreeTimerObject(NDIS_HANDLE TimerObject);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI UCHAR NTAPI NdisGeneratePartialCancelId(void);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisGetCurrentProcessorCounts(PULONG pIdleCount, PULONG pKernelAndUser, PULONG pIndex);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisGetCurrentProcessorCpuUsage(PULONG pCpuUsage);  /* any IRQL */
#if NDIS_SUPPORT_NDIS620
NDISSYSAPI NDIS_STATUS NTAPI NdisGetHypervisorInfo(PNDIS_HYPERVISOR_INFO HypervisorInfo);  /* IRQL <= DISPATCH_LEVEL */
#endif
NDISSYSAPI NDIS_STATUS NTAPI NdisGetProcessorInformation(PNDIS_SYSTEM_PROCESSOR_INFO SystemProcessorInfo);  /* IRQL PASSIVE_LEVEL */
#if NDIS_SUPPORT_NDIS620
NDISSYSAPI NDIS_STATUS NTAPI NdisGetProcessorInformationEx(NDIS_HANDLE NdisHandle, PNDIS_SYSTEM_PROCESSOR_INFO_EX SystemProcessorInfo, PSIZE_T Size);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI NDIS_STATUS NTAPI NdisGetRssProcessorInformation(NDIS_HANDLE NdisHandle, PNDIS_RSS_PROCESSOR_INFO RssProcessorInfo, PSIZE_T Size);  /* IRQL <= DISPATCH_LEVEL */
#endif
NDISSYSAPI void NTAPI NdisGetSystemUpTimeEx(PLARGE_INTEGER pSystemUpTime);  /* any IRQL */
NDISSYSAPI UINT NTAPI NdisGetVersion(void);  /* IRQL <= DISPATCH_LEVEL */
#if NDIS_SUPPORT_NDIS620
NDISSYSAPI ULONG NTAPI NdisGroupActiveProcessorCount(USHORT Group);  /* any IRQL */
NDISSYSAPI KAFFINITY NTAPI NdisGroupActiveProcessorMask(USHORT Group);  /* any IRQL */
NDISSYSAPI ULONG NTAPI NdisGroupMaxProcessorCount(USHORT Group);  /* any IRQL */
#endif
NDISSYSAPI void NTAPI NdisIMAssociateMiniport(NDIS_HANDLE DriverHandle, NDIS_HANDLE ProtocolHandle);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI NDIS_STATUS NTAPI NdisIMCancelInitializeDeviceInstance(NDIS_HANDLE DriverHandle, PNDIS_STRING DeviceInstance);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI NDIS_STATUS NTAPI NdisIMDeInitializeDeviceInstance(NDIS_HANDLE NdisMiniportHandle);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI NDIS_HANDLE NTAPI NdisIMGetBindingContext(NDIS_HANDLE NdisBindingHandle);  /* IRQL <DISPATCH_LEVEL */
NDISSYSAPI NDIS_STATUS NTAPI NdisIMInitializeDeviceInstanceEx(NDIS_HANDLE DriverHandle, PNDIS_STRING DriverInstance, NDIS_HANDLE DeviceContext);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI void NTAPI NdisInitializeEvent(PNDIS_EVENT Event);  /* any IRQL */
NDISSYSAPI void NTAPI NdisInitializeReadWriteLock(PNDIS_RW_LOCK Lock);  /* any IRQL */
NDISSYSAPI void NTAPI NdisInitializeString(PNDIS_STRING Destination, PUCHAR Source);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI void NTAPI NdisInitializeTimer(PNDIS_TIMER Timer, PNDIS_TIMER_FUNCTION TimerFunction, PVOID FunctionContext);
NDISSYSAPI void NTAPI NdisMCancelTimer(PNDIS_MINIPORT_TIMER Timer, PBOOLEAN TimerCancelled);
NDISSYSAPI void NTAPI NdisMInitializeTimer(PNDIS_MINIPORT_TIMER Timer, NDIS_HANDLE MiniportAdapterHandle, PNDIS_TIMER_FUNCTION TimerFunction,
    PVOID FunctionContext);
NDISSYSAPI NDIS_STATUS NTAPI NdisMNetPnPEvent(NDIS_HANDLE MiniportAdapterHandle, PNET_PNP_EVENT_NOTIFICATION NetPnPEventNotification);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI void NTAPI NdisMSetPeriodicTimer(PNDIS_MINIPORT_TIMER Timer, UINT MillisecondPeriod);
NDISSYSAPI void NTAPI NdisMSleep(ULONG MicrosecondsToSleep);  /* IRQL <DISPATCH_LEVEL */
NDISSYSAPI NDIS_STATUS NTAPI NdisOpenConfigurationEx(PNDIS_CONFIGURATION_OBJECT ConfigObject, PNDIS_HANDLE ConfigurationHandle);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI void NTAPI NdisOpenConfigurationKeyByIndex(PNDIS_STATUS Status, NDIS_HANDLE ConfigurationHandle, ULONG Index, PNDIS_STRING KeyName,
    PNDIS_HANDLE KeyHandle);  /* IRQL <DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisOpenConfigurationKeyByName(PNDIS_STATUS Status, NDIS_HANDLE ConfigurationHandle, PNDIS_STRING SubKeyName,
    PNDIS_HANDLE SubKeyHandle);  /* IRQL <DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisOpenFile(PNDIS_STATUS Status, PNDIS_HANDLE FileHandle, PUINT FileLength, PNDIS_STRING FileName,
    NDIS_PHYSICAL_ADDRESS HighestAcceptableAddress);  /* IRQL PASSIVE_LEVEL */
#if NDIS_SUPPORT_NDIS620
NDISSYSAPI NTSTATUS NTAPI NdisProcessorIndexToNumber(ULONG ProcIndex, PPROCESSOR_NUMBER ProcNum);
NDISSYSAPI ULONG NTAPI NdisProcessorNumberToIndex(PROCESSOR_NUMBER ProcNum);
#endif
NDISSYSAPI void NTAPI NdisQueueIoWorkItem(NDIS_HANDLE NdisIoWorkItemHandle, NDIS_IO_WORKITEM_ROUTINE Routine, PVOID WorkItemContext);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisReadConfiguration(PNDIS_STATUS Status, PNDIS_CONFIGURATION_PARAMETER *ParameterValue, NDIS_HANDLE ConfigurationHandle,
    PNDIS_STRING Keyword, NDIS_PARAMETER_TYPE ParameterType);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI void NTAPI NdisReadNetworkAddress(PNDIS_STATUS Status, PVOID *NetworkAddress, PUINT NetworkAddressLength, NDIS_HANDLE ConfigurationHandle);  /* IRQL PASSIVE_LEVEL */
#if NDIS_SUPPORT_NDIS620
NDISSYSAPI void NTAPI NdisReleaseRWLock(PNDIS_RW_LOCK_EX Lock, PLOCK_STATE_EX LockState);  /* IRQL DISPATCH_LEVEL */
#endif
NDISSYSAPI void NTAPI NdisReleaseReadWriteLock(PNDIS_RW_LOCK Lock, PLOCK_STATE LockState);  /* IRQL DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisResetEvent(PNDIS_EVENT Event);  /* IRQL <= DISPATCH_LEVEL */
#if NDIS_SUPPORT_NDIS620
NDISSYSAPI BOOLEAN NTAPI NdisSetCoalescableTimerObject(NDIS_HANDLE TimerObject, LARGE_INTEGER DueTime, LONG MillisecondsPeriod, PVOID FunctionContext,
    ULONG Tolerance);  /* IRQL <= DISPATCH_LEVEL */
#endif
NDISSYSAPI void NTAPI NdisSetEvent(PNDIS_EVENT Event);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisSetPeriodicTimer(PNDIS_TIMER NdisTimer, UINT MillisecondsPeriod);
NDISSYSAPI void NTAPI NdisSetTimer(PNDIS_TIMER Timer, UINT MillisecondsToDelay);
NDISSYSAPI void NTAPI NdisSetTimerEx(PNDIS_TIMER NdisTimer, UINT MillisecondsToDelay, PVOID FunctionContext);
NDISSYSAPI BOOLEAN NTAPI NdisSetTimerObject(NDIS_HANDLE TimerObject, LARGE_INTEGER DueTime, LONG MillisecondsPeriod, PVOID FunctionContext);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI ULONG NTAPI NdisSystemActiveProcessorCount(PKAFFINITY ActiveProcessors);  /* any IRQL */
NDISSYSAPI CCHAR NTAPI NdisSystemProcessorCount(void);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI BOOLEAN NTAPI NdisWaitEvent(PNDIS_EVENT Event, UINT MsToWait);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI void NTAPI NdisWriteConfiguration(PNDIS_STATUS Status, NDIS_HANDLE ConfigurationHandle, PNDIS_STRING Keyword,
    PNDIS_CONFIGURATION_PARAMETER ParameterValue);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI void NTAPI NdisWriteErrorLogEntry(NDIS_HANDLE NdisAdapterHandle, ULONG ErrorCode, ULONG NumberOfErrorValues, ...);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI NDIS_STATUS NTAPI NdisWriteEventLogEntry(PVOID LogHandle, NDIS_STATUS EventCode, ULONG UniqueEventValue, USHORT NumStrings,
    PVOID StringsList, ULONG DataSize, PVOID Data);  /* IRQL <= DISPATCH_LEVEL */

#endif
