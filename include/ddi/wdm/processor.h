/*
 * wdm/processor.h: IRQL, processors, time.
 * learn.microsoft.com/windows-hardware/drivers/kernel/managing-hardware-priorities
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/wdm/ + nf-wdm-<function>, ns-wdm-_<structure>, ne-wdm-_<enumeration>, nc-wdm-<callback>, all lower case.
 * A part of wdm.h: include that.
 */
#ifndef FLUE_DDI_WDM_PROCESSOR_H
#define FLUE_DDI_WDM_PROCESSOR_H

#define DISPATCH_LEVEL                                          2
#define APC_LEVEL                                               1
#define PASSIVE_LEVEL                                           0
#define HIGH_LEVEL                                              15
#define LOW_LEVEL                                               0
#define CMCI_LEVEL                                              5
#define CLOCK_LEVEL                                             13
#define IPI_LEVEL                                               14
#define DRS_LEVEL                                               14
#define PROFILE_LEVEL                                           15
#define LOW_PRIORITY                                            0
#define LOW_REALTIME_PRIORITY                                   0x10
#define HIGH_PRIORITY                                           31
#define PF_TEMPORAL_LEVEL_1                                     1
#define PF_TEMPORAL_LEVEL_2                                     2
#define PF_TEMPORAL_LEVEL_3                                     3
#define PF_NON_TEMPORAL_LEVEL_ALL                               0
#define KI_USER_SHARED_DATA                                     0xFFFFF78000000000ULL
#define SECURITY_MAX_IMPERSONATION_LEVEL                        3
#define SECURITY_MIN_IMPERSONATION_LEVEL                        0
#define DEFAULT_IMPERSONATION_LEVEL                             2
#define GROUP_SECURITY_INFORMATION                              2
#define PROCESSOR_THROTTLE_DISABLED                             0
#define PROCESSOR_THROTTLE_ENABLED                              1
#define PROCESSOR_THROTTLE_AUTOMATIC                            2
#define PROCESSOR_DUTY_CYCLING_DISABLED                         0
#define PROCESSOR_DUTY_CYCLING_ENABLED                          1
#define ALLOC_PRAGMA                                            1
#define ALLOC_DATA_PRAGMA                                       1
#define CACHE_FULLY_ASSOCIATIVE                                 255
#define SYSTEM_CPU_SET_INFORMATION_PARKED                       1
#define SYSTEM_CPU_SET_INFORMATION_ALLOCATED                    2
#define SYSTEM_CPU_SET_INFORMATION_ALLOCATED_TO_TARGET_PROCESS  4
#define SYSTEM_CPU_SET_INFORMATION_REALTIME                     8
#define PF_FLOATING_POINT_PRECISION_ERRATA                      0
#define PF_FLOATING_POINT_EMULATED                              1
#define PF_COMPARE_EXCHANGE_DOUBLE                              2
#define PF_MMX_INSTRUCTIONS_AVAILABLE                           3
#define PF_PPC_MOVEMEM_64BIT_OK                                 4
#define PF_ALPHA_BYTE_INSTRUCTIONS                              5
#define PF_XMMI_INSTRUCTIONS_AVAILABLE                          6
#define PF_3DNOW_INSTRUCTIONS_AVAILABLE                         7
#define PF_RDTSC_INSTRUCTION_AVAILABLE                          8
#define PF_PAE_ENABLED                                          9
#define PF_XMMI64_INSTRUCTIONS_AVAILABLE                        10
#define PF_SSE_DAZ_MODE_AVAILABLE                               11
#define PF_NX_ENABLED                                           12
#define PF_SSE3_INSTRUCTIONS_AVAILABLE                          13
#define PF_COMPARE_EXCHANGE128                                  14
#define PF_COMPARE64_EXCHANGE128                                15
#define PF_CHANNELS_ENABLED                                     0x10
#define PF_XSAVE_ENABLED                                        17
#define PF_ARM_VFP_32_REGISTERS_AVAILABLE                       18
#define PF_ARM_NEON_INSTRUCTIONS_AVAILABLE                      19
#define PF_SECOND_LEVEL_ADDRESS_TRANSLATION                     20
#define PF_VIRT_FIRMWARE_ENABLED                                21
#define PF_RDWRFSGSBASE_AVAILABLE                               22
#define PF_FASTFAIL_AVAILABLE                                   23
#define PF_ARM_DIVIDE_INSTRUCTION_AVAILABLE                     24
#define PF_ARM_64BIT_LOADSTORE_ATOMIC                           25
#define PF_ARM_EXTERNAL_CACHE_AVAILABLE                         26
#define PF_ARM_FMAC_INSTRUCTIONS_AVAILABLE                      27
#define PF_RDRAND_INSTRUCTION_AVAILABLE                         28
#define PF_ARM_V8_INSTRUCTIONS_AVAILABLE                        29
#define PF_ARM_V8_CRYPTO_INSTRUCTIONS_AVAILABLE                 30
#define PF_ARM_V8_CRC32_INSTRUCTIONS_AVAILABLE                  31
#define PF_RDTSCP_INSTRUCTION_AVAILABLE                         0x20
#define PROCESSOR_FEATURE_MAX                                   0x40
#define KE_PROCESSOR_CHANGE_ADD_EXISTING                        1

typedef LONG KPRIORITY;

typedef struct _KSYSTEM_TIME {
    ULONG LowPart;
    LONG High1Time;
    LONG High2Time;
} KSYSTEM_TIME, *PKSYSTEM_TIME;

typedef struct DECLSPEC_ALIGN(16) _M128A {
    ULONGLONG Low;
    LONGLONG High;
} M128A, *PM128A;

typedef struct _XSAVE_FORMAT {
    USHORT ControlWord;
    USHORT StatusWord;
    UCHAR TagWord;
    UCHAR Reserved1;
    USHORT ErrorOpcode;
    ULONG ErrorOffset;
    USHORT ErrorSelector;
    USHORT Reserved2;
    ULONG DataOffset;
    USHORT DataSelector;
    USHORT Reserved3;
    ULONG MxCsr;
    ULONG MxCsr_Mask;
    M128A FloatRegisters[8];
    M128A XmmRegisters[16];
    UCHAR Reserved4[96];
} XSAVE_FORMAT, *PXMM_SAVE_AREA32, *PXSAVE_FORMAT;

typedef struct _XSAVE_AREA_HEADER {
    ULONG64 Mask;
    ULONG64 CompactionMask;
    ULONG64 Reserved2[6];
} XSAVE_AREA_HEADER, *PXSAVE_AREA_HEADER;

typedef struct _XSAVE_AREA {
    XSAVE_FORMAT LegacyState;
    XSAVE_AREA_HEADER Header;
} XSAVE_AREA, *PXSAVE_AREA;

typedef struct _XSTATE_CONTEXT {
    ULONG64 Mask;
    ULONG Length;
    ULONG Reserved1;
    PXSAVE_AREA Area;
    PVOID Buffer;
} XSTATE_CONTEXT, *PXSTATE_CONTEXT;

typedef struct _FILE_NUMA_NODE_INFORMATION {
    USHORT NodeNumber;
} FILE_NUMA_NODE_INFORMATION, *PFILE_NUMA_NODE_INFORMATION;

typedef struct _TIME_FIELDS {
    CSHORT Year;
    CSHORT Month;
    CSHORT Day;
    CSHORT Hour;
    CSHORT Minute;
    CSHORT Second;
    CSHORT Milliseconds;
    CSHORT Weekday;
} TIME_FIELDS, *PTIME_FIELDS;

typedef struct _KFLOATING_SAVE {
    ULONG Dummy;
} KFLOATING_SAVE, *PKFLOATING_SAVE;

typedef enum _PROCESSOR_CACHE_TYPE {
    CacheUnified,
    CacheInstruction,
    CacheData,
    CacheTrace,
} PROCESSOR_CACHE_TYPE;

typedef struct _CACHE_DESCRIPTOR {
    UCHAR Level;
    UCHAR Associativity;
    USHORT LineSize;
    ULONG Size;
    PROCESSOR_CACHE_TYPE Type;
} CACHE_DESCRIPTOR, *PCACHE_DESCRIPTOR;

typedef enum _LOGICAL_PROCESSOR_RELATIONSHIP {
    RelationProcessorCore,
    RelationNumaNode,
    RelationCache,
    RelationProcessorPackage,
    RelationGroup,
    RelationAll = 65535,
} LOGICAL_PROCESSOR_RELATIONSHIP;

typedef struct _SYSTEM_LOGICAL_PROCESSOR_INFORMATION {
    ULONG_PTR ProcessorMask;
    LOGICAL_PROCESSOR_RELATIONSHIP Relationship;
    union {
        struct {
            UCHAR Flags;
        } ProcessorCore;
        struct {
            ULONG NodeNumber;
        } NumaNode;
        CACHE_DESCRIPTOR Cache;
        ULONGLONG Reserved[2];
    };
} SYSTEM_LOGICAL_PROCESSOR_INFORMATION, *PSYSTEM_LOGICAL_PROCESSOR_INFORMATION;

typedef struct _PROCESSOR_RELATIONSHIP {
    UCHAR Flags;
    UCHAR EfficiencyClass;
    UCHAR Reserved[20];
    USHORT GroupCount;
    GROUP_AFFINITY GroupMask[1];
} PROCESSOR_RELATIONSHIP, *PPROCESSOR_RELATIONSHIP;

typedef struct _NUMA_NODE_RELATIONSHIP {
    ULONG NodeNumber;
    UCHAR Reserved[20];
    GROUP_AFFINITY GroupMask;
} NUMA_NODE_RELATIONSHIP, *PNUMA_NODE_RELATIONSHIP;

typedef struct _CACHE_RELATIONSHIP {
    UCHAR Level;
    UCHAR Associativity;
    USHORT LineSize;
    ULONG CacheSize;
    PROCESSOR_CACHE_TYPE Type;
    UCHAR Reserved[20];
    GROUP_AFFINITY GroupMask;
} CACHE_RELATIONSHIP, *PCACHE_RELATIONSHIP;

typedef struct _PROCESSOR_GROUP_INFO {
    UCHAR MaximumProcessorCount;
    UCHAR ActiveProcessorCount;
    UCHAR Reserved[38];
    KAFFINITY ActiveProcessorMask;
} PROCESSOR_GROUP_INFO, *PPROCESSOR_GROUP_INFO;

typedef struct _GROUP_RELATIONSHIP {
    USHORT MaximumGroupCount;
    USHORT ActiveGroupCount;
    UCHAR Reserved[20];
    PROCESSOR_GROUP_INFO GroupInfo[1];
} GROUP_RELATIONSHIP, *PGROUP_RELATIONSHIP;

typedef struct _SYSTEM_LOGICAL_PROCESSOR_INFORMATION_EX {
    LOGICAL_PROCESSOR_RELATIONSHIP Relationship;
    ULONG Size;
    union {
        PROCESSOR_RELATIONSHIP Processor;
        NUMA_NODE_RELATIONSHIP NumaNode;
        CACHE_RELATIONSHIP Cache;
        GROUP_RELATIONSHIP Group;
    };
} SYSTEM_LOGICAL_PROCESSOR_INFORMATION_EX, *PSYSTEM_LOGICAL_PROCESSOR_INFORMATION_EX;

typedef enum _CPU_SET_INFORMATION_TYPE {
    CpuSetInformation,
} CPU_SET_INFORMATION_TYPE, *PCPU_SET_INFORMATION_TYPE;

typedef struct _SYSTEM_CPU_SET_INFORMATION {
    ULONG Size;
    CPU_SET_INFORMATION_TYPE Type;
    struct {
        ULONG Id;
        USHORT Group;
        UCHAR LogicalProcessorIndex;
        UCHAR CoreIndex;
        UCHAR LastLevelCacheIndex;
        UCHAR NumaNodeIndex;
        UCHAR EfficiencyClass;
        union {
            UCHAR AllFlags;
            struct {
                UCHAR Parked : 1;
                UCHAR Allocated : 1;
                UCHAR AllocatedToTargetProcess : 1;
                UCHAR RealTime : 1;
                UCHAR ReservedFlags : 4;
            };
        };
        ULONG Reserved;
        ULONG64 AllocationTag;
    } CpuSet;
} SYSTEM_CPU_SET_INFORMATION, *PSYSTEM_CPU_SET_INFORMATION;

typedef enum KE_PROCESSOR_CHANGE_NOTIFY_STATE {
    KeProcessorAddStartNotify,
    KeProcessorAddCompleteNotify,
    KeProcessorAddFailureNotify,
} KE_PROCESSOR_CHANGE_NOTIFY_STATE;

typedef struct _KE_PROCESSOR_CHANGE_NOTIFY_CONTEXT {
    KE_PROCESSOR_CHANGE_NOTIFY_STATE State;
    ULONG NtNumber;
    NTSTATUS Status;
    PROCESSOR_NUMBER ProcNumber;
} KE_PROCESSOR_CHANGE_NOTIFY_CONTEXT, *PKE_PROCESSOR_CHANGE_NOTIFY_CONTEXT;

struct _KTHREAD;

typedef struct _XSTATE_SAVE {
    struct _XSTATE_SAVE *Prev;
    struct _KTHREAD *Thread;
    UCHAR Level;
    XSTATE_CONTEXT XStateContext;
} XSTATE_SAVE, *PXSTATE_SAVE;

typedef void NTAPI PROCESSOR_CALLBACK_FUNCTION(PVOID CallbackContext, PKE_PROCESSOR_CHANGE_NOTIFY_CONTEXT ChangeContext, PNTSTATUS OperationStatus);
typedef PROCESSOR_CALLBACK_FUNCTION *PPROCESSOR_CALLBACK_FUNCTION;
typedef NTSTATUS NTAPI PROCESSOR_HALT_ROUTINE(PVOID Context);
typedef PROCESSOR_HALT_ROUTINE *PPROCESSOR_HALT_ROUTINE;
typedef struct _MDL MDL, *PMDL, *PMDLX;
typedef ULONG_PTR NTAPI KIPI_BROADCAST_WORKER(ULONG_PTR Argument);  /* IRQL IPI_LEVEL */
typedef KIPI_BROADCAST_WORKER *PKIPI_BROADCAST_WORKER;
typedef struct _KTHREAD *PKTHREAD;

typedef enum _BOUND_CALLBACK_STATUS {
    BoundExceptionContinueSearch,
    BoundExceptionHandled,
    BoundExceptionError,
    BoundExceptionMaximum,
} BOUND_CALLBACK_STATUS, *PBOUND_CALLBACK_STATUS;

typedef BOUND_CALLBACK_STATUS NTAPI BOUND_CALLBACK(void);
typedef BOUND_CALLBACK *PBOUND_CALLBACK;
typedef BOOLEAN NTAPI NMI_CALLBACK(PVOID Context, BOOLEAN Handled);
typedef NMI_CALLBACK *PNMI_CALLBACK;

NTKERNELAPI void NTAPI ExLocalTimeToSystemTime(PLARGE_INTEGER LocalTime, PLARGE_INTEGER SystemTime);  /* any IRQL */
NTKERNELAPI void NTAPI ExSystemTimeToLocalTime(PLARGE_INTEGER SystemTime, PLARGE_INTEGER LocalTime);  /* any IRQL */
NTKERNELAPI NTSTATUS NTAPI KeConvertAuxiliaryCounterToPerformanceCounter(ULONG64 AuxiliaryCounterValue, PULONG64 PerformanceCounterValue,
    PULONG64 ConversionError);  /* any IRQL */
NTKERNELAPI NTSTATUS NTAPI KeConvertPerformanceCounterToAuxiliaryCounter(ULONG64 PerformanceCounterValue, PULONG64 AuxiliaryCounterValue,
    PULONG64 ConversionError);  /* any IRQL */
NTKERNELAPI NTSTATUS NTAPI KeDeregisterBoundCallback(PVOID Handle);
NTKERNELAPI NTSTATUS NTAPI KeDeregisterNmiCallback(PVOID Handle);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI KeDeregisterProcessorChangeCallback(PVOID CallbackHandle);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI KeFlushIoBuffers(PMDL Mdl, BOOLEAN ReadOperation, BOOLEAN DmaOperation);  /* IRQL <= DISPATCH_LEVEL */
NTHALAPI void NTAPI KeFlushWriteBuffer(void);
NTKERNELAPI USHORT NTAPI KeGetCurrentNodeNumber(void);  /* any IRQL */
NTKERNELAPI ULONG NTAPI KeGetCurrentProcessorNumberEx(PPROCESSOR_NUMBER ProcNumber);  /* any IRQL */
NTKERNELAPI ULONG NTAPI KeGetProcessorIndexFromNumber(PPROCESSOR_NUMBER ProcNumber);  /* any IRQL */
NTKERNELAPI NTSTATUS NTAPI KeGetProcessorNumberFromIndex(ULONG ProcIndex, PPROCESSOR_NUMBER ProcNumber);  /* any IRQL */
NTKERNELAPI ULONG NTAPI KeGetRecommendedSharedDataAlignment(void);  /* any IRQL */
NTKERNELAPI NTSTATUS NTAPI KeInitializeCrashDumpHeader(ULONG DumpType, ULONG Flags, PVOID Buffer, ULONG BufferSize, PULONG BufferNeeded);  /* any IRQL */
NTKERNELAPI ULONG_PTR NTAPI KeIpiGenericCall(PKIPI_BROADCAST_WORKER BroadcastFunction, ULONG_PTR Context);  /* IRQL <IPI_LEVEL */
NTKERNELAPI void NTAPI KeLowerIrql(KIRQL NewIrql);  /* any IRQL */
NTKERNELAPI USHORT NTAPI KeQueryActiveGroupCount(void);  /* any IRQL */
NTKERNELAPI ULONG NTAPI KeQueryActiveProcessorCount(PKAFFINITY ActiveProcessors);  /* any IRQL */
NTKERNELAPI ULONG NTAPI KeQueryActiveProcessorCountEx(USHORT GroupNumber);  /* any IRQL */
NTKERNELAPI KAFFINITY NTAPI KeQueryActiveProcessors(void);
NTKERNELAPI NTSTATUS NTAPI KeQueryAuxiliaryCounterFrequency(PULONG64 AuxiliaryCounterFrequency);  /* any IRQL */
NTKERNELAPI KAFFINITY NTAPI KeQueryGroupAffinity(USHORT GroupNumber);  /* any IRQL */
NTKERNELAPI USHORT NTAPI KeQueryHighestNodeNumber(void);  /* any IRQL */
NTKERNELAPI ULONG64 NTAPI KeQueryInterruptTimePrecise(PULONG64 QpcTimeStamp);  /* any IRQL */
NTKERNELAPI NTSTATUS NTAPI KeQueryLogicalProcessorRelationship(PPROCESSOR_NUMBER ProcessorNumber, LOGICAL_PROCESSOR_RELATIONSHIP RelationshipType,
    PSYSTEM_LOGICAL_PROCESSOR_INFORMATION_EX Information, PULONG Length);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI USHORT NTAPI KeQueryMaximumGroupCount(void);  /* any IRQL */
NTKERNELAPI ULONG NTAPI KeQueryMaximumProcessorCount(void);  /* any IRQL */
NTKERNELAPI ULONG NTAPI KeQueryMaximumProcessorCountEx(USHORT GroupNumber);  /* any IRQL */
NTKERNELAPI void NTAPI KeQueryNodeActiveAffinity(USHORT NodeNumber, PGROUP_AFFINITY Affinity, PUSHORT Count);  /* any IRQL */
NTKERNELAPI USHORT NTAPI KeQueryNodeMaximumProcessorCount(USHORT NodeNumber);  /* any IRQL */
NTHALAPI LARGE_INTEGER NTAPI KeQueryPerformanceCounter(PLARGE_INTEGER PerformanceFrequency);  /* any IRQL */
NTKERNELAPI KPRIORITY NTAPI KeQueryPriorityThread(PKTHREAD Thread);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI ULONG NTAPI KeQueryRuntimeThread(PKTHREAD Thread, PULONG UserTime);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI KeQuerySystemTimePrecise(PLARGE_INTEGER CurrentTime);  /* any IRQL */
NTKERNELAPI ULONG NTAPI KeQueryTimeIncrement(void);  /* any IRQL */
NTKERNELAPI ULONG64 NTAPI KeQueryTotalCycleTimeThread(PKTHREAD Thread, PULONG64 CycleTimeStamp);
NTKERNELAPI ULONGLONG NTAPI KeQueryUnbiasedInterruptTime(void);  /* any IRQL */
NTKERNELAPI ULONG64 NTAPI KeQueryUnbiasedInterruptTimePrecise(PULONG64 QpcTimeStamp);
NTKERNELAPI PVOID NTAPI KeRegisterBoundCallback(PBOUND_CALLBACK CallbackRoutine);
NTKERNELAPI PVOID NTAPI KeRegisterNmiCallback(PNMI_CALLBACK CallbackRoutine, PVOID Context);  /* IRQL <= APC_LEVEL */
NTKERNELAPI PVOID NTAPI KeRegisterProcessorChangeCallback(PPROCESSOR_CALLBACK_FUNCTION CallbackFunction, PVOID CallbackContext, ULONG Flags);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI KeRestoreExtendedProcessorState(PXSTATE_SAVE XStateSave);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI KeRevertToUserAffinityThread(void);
NTKERNELAPI void NTAPI KeRevertToUserAffinityThreadEx(KAFFINITY Affinity);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI KeRevertToUserGroupAffinityThread(PGROUP_AFFINITY PreviousAffinity);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI KeSaveExtendedProcessorState(ULONG64 Mask, PXSTATE_SAVE XStateSave);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI KPRIORITY NTAPI KeSetPriorityThread(PKTHREAD Thread, KPRIORITY Priority);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI KeSetSystemAffinityThread(KAFFINITY Affinity);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI KAFFINITY NTAPI KeSetSystemAffinityThreadEx(KAFFINITY Affinity);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI KeSetSystemGroupAffinityThread(PGROUP_AFFINITY Affinity, PGROUP_AFFINITY PreviousAffinity);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI LOGICAL NTAPI KeShouldYieldProcessor(void);  /* IRQL DISPATCH_LEVEL */
NTHALAPI void NTAPI KeStallExecutionProcessor(ULONG MicroSeconds);  /* any IRQL */
NTKERNELAPI KIRQL NTAPI KfRaiseIrql(KIRQL NewIrql);
NTKERNELAPI BOOLEAN NTAPI RtlTimeFieldsToTime(PTIME_FIELDS TimeFields, PLARGE_INTEGER Time);  /* any IRQL */
NTKERNELAPI void NTAPI RtlTimeToTimeFields(PLARGE_INTEGER Time, PTIME_FIELDS TimeFields);  /* any IRQL */

#endif
