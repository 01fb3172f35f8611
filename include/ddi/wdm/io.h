/*
 * wdm/io.h: work items, remove locks, error log, sessions and the rest of the I/O manager.
 * learn.microsoft.com/windows-hardware/drivers/kernel/
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/wdm/ + nf-wdm-<function>, ns-wdm-_<structure>, ne-wdm-_<enumeration>, nc-wdm-<callback>, all lower case.
 * A part of wdm.h: include that.
 */
#ifndef FLUE_DDI_WDM_IO_H
#define FLUE_DDI_WDM_IO_H

#define MAXIMUM_PRIORITY                                        0x20
#define MAXIMUM_SUSPEND_COUNT                                   127
#define MAXIMUM_FILENAME_LENGTH                                 0x00000100
#define IO_SESSION_STATE_ALL_EVENTS                             0xFFFFFFFF
#define IO_SESSION_STATE_CREATION_EVENT                         1
#define IO_SESSION_STATE_TERMINATION_EVENT                      2
#define IO_SESSION_STATE_CONNECT_EVENT                          4
#define IO_SESSION_STATE_DISCONNECT_EVENT                       8
#define IO_SESSION_STATE_LOGON_EVENT                            0x10
#define IO_SESSION_STATE_LOGOFF_EVENT                           0x20
#define IO_SESSION_STATE_VALID_EVENT_MASK                       0x0000003F
#define IO_SESSION_MAX_PAYLOAD_SIZE                             0x00000100
#define ERROR_LOG_LIMIT_SIZE                                    240
#define IO_ERROR_LOG_MESSAGE_HEADER_LENGTH                      ((ULONGLONG)104)
#define ERROR_LOG_MESSAGE_LIMIT_SIZE                            0x00000158ULL
#define IO_ERROR_LOG_MESSAGE_LENGTH                             0x00000158ULL
#define ERROR_LOG_MAXIMUM_SIZE                                  ((ULONGLONG)240)
#define IOCTL_SET_DEVICE_WAKE                                   0x00298004
#define IOCTL_CANCEL_DEVICE_WAKE                                0x00298008
#define LTP_PC_SMT                                              1
#define IsNEC_98                                                0
#define IsNotNEC_98                                             1
#define INVALID_PROCESSOR_INDEX                                 0xFFFFFFFF
#define FLAG_OWNER_POINTER_IS_THREAD                            1
#define EX_CARR_DISABLE_EXPANSION                               2
#define EX_CARR_VALID_FLAGS                                     3
#define IO_FORCE_ACCESS_CHECK                                   1
#define IO_NO_PARAMETER_CHECKING                                0x00000100
#define IO_REMOUNT                                              1
#define MAXIMUM_VOLUME_LABEL_LENGTH                             ((ULONGLONG)64)
#define IO_ATTRIBUTION_INFO_V1                                  1

typedef struct _IO_SESSION_CONNECT_INFO {
    ULONG SessionId;
    BOOLEAN LocalSession;
} IO_SESSION_CONNECT_INFO, *PIO_SESSION_CONNECT_INFO;

typedef struct _IO_ERROR_LOG_PACKET {
    UCHAR MajorFunctionCode;
    UCHAR RetryCount;
    USHORT DumpDataSize;
    USHORT NumberOfStrings;
    USHORT StringOffset;
    USHORT EventCategory;
    NTSTATUS ErrorCode;
    ULONG UniqueErrorValue;
    NTSTATUS FinalStatus;
    ULONG SequenceNumber;
    ULONG IoControlCode;
    LARGE_INTEGER DeviceOffset;
    ULONG DumpData[1];
} IO_ERROR_LOG_PACKET, *PIO_ERROR_LOG_PACKET;

typedef struct _IO_ERROR_LOG_MESSAGE {
    USHORT Type;
    USHORT Size;
    USHORT DriverNameLength;
    LARGE_INTEGER TimeStamp;
    ULONG DriverNameOffset;
    IO_ERROR_LOG_PACKET EntryData;
} IO_ERROR_LOG_MESSAGE, *PIO_ERROR_LOG_MESSAGE;

typedef void NTAPI WORKER_THREAD_ROUTINE(PVOID Parameter);
typedef WORKER_THREAD_ROUTINE *PWORKER_THREAD_ROUTINE;

typedef struct _WORK_QUEUE_ITEM {
    LIST_ENTRY List;
    PWORKER_THREAD_ROUTINE WorkerRoutine;
    PVOID Parameter;
} WORK_QUEUE_ITEM, *PWORK_QUEUE_ITEM;

struct _IO_SECURITY_CONTEXT {
    PSECURITY_QUALITY_OF_SERVICE SecurityQos;
    PACCESS_STATE AccessState;
    ACCESS_MASK DesiredAccess;
    ULONG FullCreateOptions;
};

typedef struct _IO_REMOVE_LOCK_COMMON_BLOCK {
    BOOLEAN Removed;
    BOOLEAN Reserved[3];
    LONG IoCount;
    KEVENT RemoveEvent;
} IO_REMOVE_LOCK_COMMON_BLOCK;

struct _IO_REMOVE_LOCK_TRACKING_BLOCK;
typedef struct _IO_REMOVE_LOCK_TRACKING_BLOCK *PIO_REMOVE_LOCK_TRACKING_BLOCK;

typedef struct _IO_REMOVE_LOCK_DBG_BLOCK {
    LONG Signature;
    ULONG HighWatermark;
    LONGLONG MaxLockedTicks;
    LONG AllocateTag;
    LIST_ENTRY LockList;
    KSPIN_LOCK Spin;
    LONG LowMemoryCount;
    ULONG Reserved1[4];
    PVOID Reserved2;
    PIO_REMOVE_LOCK_TRACKING_BLOCK Blocks;
} IO_REMOVE_LOCK_DBG_BLOCK;

typedef struct _IO_REMOVE_LOCK {
    IO_REMOVE_LOCK_COMMON_BLOCK Common;
} IO_REMOVE_LOCK, *PIO_REMOVE_LOCK;

typedef struct _IO_ATTRIBUTION_INFORMATION {
    ULONG Version;
    union {
        struct {
            ULONG MajorCode : 8;
            ULONG IoStart : 1;
            ULONG QueueOnly : 1;
            ULONG IoFailed : 1;
            ULONG VirtualDevice : 1;
            ULONG Spare : 20;
        };
        ULONG AllFlags;
    } Flags;
    ULONG Length;
    ULONGLONG ServiceStartTime;
    ULONGLONG CurrentTime;
} IO_ATTRIBUTION_INFORMATION, *PIO_ATTRIBUTION_INFORMATION;

typedef struct _IO_SESSION_STATE_NOTIFICATION {
    ULONG Size;
    ULONG Flags;
    PVOID IoObject;
    ULONG EventMask;
    PVOID Context;
} IO_SESSION_STATE_NOTIFICATION, *PIO_SESSION_STATE_NOTIFICATION;

typedef enum _IO_SESSION_STATE {
    IoSessionStateCreated = 1,
    IoSessionStateInitialized,
    IoSessionStateConnected,
    IoSessionStateDisconnected,
    IoSessionStateDisconnectedLoggedOn,
    IoSessionStateLoggedOn,
    IoSessionStateLoggedOff,
    IoSessionStateTerminated,
    IoSessionStateMax,
} IO_SESSION_STATE, *PIO_SESSION_STATE;

typedef struct _IO_SESSION_STATE_INFORMATION {
    ULONG SessionId;
    IO_SESSION_STATE SessionState;
    BOOLEAN LocalSession;
} IO_SESSION_STATE_INFORMATION, *PIO_SESSION_STATE_INFORMATION;

typedef XSAVE_FORMAT XMM_SAVE_AREA32;
typedef EXT_SET_PARAMETERS KT2_SET_PARAMETERS;

typedef enum _ALTERNATIVE_ARCHITECTURE_TYPE {
    StandardDesign,
    NEC98x86,
    EndAlternatives,
} ALTERNATIVE_ARCHITECTURE_TYPE;

typedef enum _CREATE_FILE_TYPE {
    CreateFileTypeNone,
    CreateFileTypeNamedPipe,
    CreateFileTypeMailslot,
} CREATE_FILE_TYPE;

typedef void NTAPI DEVICE_CHANGE_COMPLETE_CALLBACK(PVOID Context);

typedef enum _DEVICE_INSTALL_STATE {
    InstallStateInstalled,
    InstallStateNeedsReinstall,
    InstallStateFailedInstall,
    InstallStateFinishInstall,
} DEVICE_INSTALL_STATE, *PDEVICE_INSTALL_STATE;

typedef enum _DRIVER_RUNTIME_INIT_FLAGS {
    DrvRtPoolNxOptIn = 1,
    LastDrvRtFlag,
} DRIVER_RUNTIME_INIT_FLAGS, *PDRIVER_RUNTIME_INIT_FLAGS;

typedef NTSTATUS NTAPI ENABLE_VIRTUALIZATION(PVOID Context, UINT16 NumVFs, BOOLEAN EnableVfMigration, BOOLEAN EnableMigrationInterrupt,
    BOOLEAN EnableVirtualization);  /* IRQL <= DISPATCH_LEVEL */

typedef enum _FIRMWARE_TYPE {
    FirmwareTypeUnknown,
    FirmwareTypeBios,
    FirmwareTypeUefi,
    FirmwareTypeMax,
} FIRMWARE_TYPE, *PFIRMWARE_TYPE;

typedef NTSTATUS NTAPI GET_D3COLD_CAPABILITY(PVOID Context, PBOOLEAN D3ColdSupported);  /* IRQL PASSIVE_LEVEL */

typedef enum _D3COLD_LAST_TRANSITION_STATUS {
    LastDStateTransitionStatusUnknown,
    LastDStateTransitionD3hot,
    LastDStateTransitionD3cold,
} D3COLD_LAST_TRANSITION_STATUS, *PD3COLD_LAST_TRANSITION_STATUS;

typedef void NTAPI GET_D3COLD_LAST_TRANSITION_STATUS(PVOID Context, PD3COLD_LAST_TRANSITION_STATUS LastTransitionStatus);  /* IRQL PASSIVE_LEVEL */
typedef NTSTATUS NTAPI GET_IDLE_WAKE_INFO(PVOID Context, SYSTEM_POWER_STATE SystemPowerState, PDEVICE_WAKE_DEPTH DeepestWakeableDstate);  /* IRQL PASSIVE_LEVEL */
typedef ULONGLONG NTAPI GET_SDEV_IDENTIFIER(PVOID InterfaceContext);
typedef ULONG NTAPI GET_VIRTUAL_DEVICE_DATA(PVOID Context, USHORT VirtualFunction, PVOID Buffer, ULONG Offset, ULONG Length);  /* IRQL <= APC_LEVEL */

typedef NTSTATUS NTAPI GET_VIRTUAL_DEVICE_LOCATION(PVOID Context, USHORT VirtualFunction, PUINT16 SegmentNumber, PUINT8 BusNumber,
    PUINT8 FunctionNumber);  /* IRQL PASSIVE_LEVEL */

typedef void NTAPI GET_VIRTUAL_DEVICE_RESOURCES(PVOID Context, PUINT8 CapturedBusNumbers);  /* IRQL PASSIVE_LEVEL */
typedef NTSTATUS NTAPI GET_VIRTUAL_FUNCTION_PROBED_BARS(PVOID Context, PULONG BaseRegisterValues);  /* IRQL PASSIVE_LEVEL */

typedef enum _IO_ACCESS_MODE {
    SequentialAccess,
    RandomAccess,
} IO_ACCESS_MODE;

typedef enum _IO_ACCESS_TYPE {
    ReadAccess,
    WriteAccess,
    ModifyAccess,
} IO_ACCESS_TYPE;

typedef enum _IO_CONTAINER_INFORMATION_CLASS {
    IoSessionStateInformation,
    IoMaxContainerInformationClass,
} IO_CONTAINER_INFORMATION_CLASS;

typedef enum _IO_CONTAINER_NOTIFICATION_CLASS {
    IoSessionStateNotification,
    IoMaxContainerNotificationClass,
} IO_CONTAINER_NOTIFICATION_CLASS;

typedef enum _IO_NOTIFICATION_EVENT_CATEGORY {
    EventCategoryReserved,
    EventCategoryHardwareProfileChange,
    EventCategoryDeviceInterfaceChange,
    EventCategoryTargetDeviceChange,
} IO_NOTIFICATION_EVENT_CATEGORY;

typedef enum _IO_PAGING_PRIORITY {
    IoPagingPriorityInvalid,
    IoPagingPriorityNormal,
    IoPagingPriorityHigh,
    IoPagingPriorityReserved1,
    IoPagingPriorityReserved2,
} IO_PAGING_PRIORITY;

typedef enum _IO_SESSION_EVENT {
    IoSessionEventIgnore,
    IoSessionEventCreated,
    IoSessionEventTerminated,
    IoSessionEventConnected,
    IoSessionEventDisconnected,
    IoSessionEventLogon,
    IoSessionEventLogoff,
    IoSessionEventMax,
} IO_SESSION_EVENT, *PIO_SESSION_EVENT;

typedef NTSTATUS NTAPI IO_SESSION_NOTIFICATION_FUNCTION(PVOID SessionObject, PVOID IoObject, ULONG Event, PVOID Context, PVOID NotificationPayload,
    ULONG PayloadLength);  /* IRQL <= APC_LEVEL */

typedef void NTAPI IO_WORKITEM_ROUTINE(PDEVICE_OBJECT DeviceObject, PVOID Context);  /* IRQL PASSIVE_LEVEL */
struct _IO_WORKITEM;
typedef struct _IO_WORKITEM *PIO_WORKITEM;
typedef void NTAPI IO_WORKITEM_ROUTINE_EX(PVOID IoObject, PVOID Context, PIO_WORKITEM IoWorkItem);  /* IRQL PASSIVE_LEVEL */

typedef enum _KPROFILE_SOURCE {
    ProfileTime,
    ProfileAlignmentFixup,
    ProfileTotalIssues,
    ProfilePipelineDry,
    ProfileLoadInstructions,
    ProfilePipelineFrozen,
    ProfileBranchInstructions,
    ProfileTotalNonissues,
    ProfileDcacheMisses,
    ProfileIcacheMisses,
    ProfileCacheMisses,
    ProfileBranchMispredictions,
    ProfileStoreInstructions,
    ProfileFpInstructions,
    ProfileIntegerInstructions,
    Profile2Issue,
    Profile3Issue,
    Profile4Issue,
    ProfileSpecialInstructions,
    ProfileTotalCycles,
    ProfileIcacheIssues,
    ProfileDcacheAccesses,
    ProfileMemoryBarrierCycles,
    ProfileLoadLinkedIssues,
    ProfileMaximum,
} KPROFILE_SOURCE;

typedef LPOSVERSIONINFOA LPOSVERSIONINFO;
typedef LPOSVERSIONINFOEXA LPOSVERSIONINFOEX;
typedef void NTAPI NTFS_DEREF_EXPORTED_SECURITY_DESCRIPTOR(PVOID Vcb, PSECURITY_DESCRIPTOR SecurityDescriptor);
typedef const enum _DRIVER_RUNTIME_INIT_FLAGS *PCDRIVER_RUNTIME_INIT_FLAGS;
typedef struct _CLS_ARCHIVE_DESCRIPTOR CLS_ARCHIVE_DESCRIPTOR, *PCLS_ARCHIVE_DESCRIPTOR;
typedef struct _CLS_CONTAINER_INFORMATION CLS_CONTAINER_INFORMATION, *PCLS_CONTAINER_INFORMATION;
typedef UINT32 *PCLS_CONTAINER_STATE;

typedef enum _CLS_CONTEXT_MODE {
    ClsContextNone,
    ClsContextUndoNext,
    ClsContextPrevious,
    ClsContextForward,
} CLS_CONTEXT_MODE, *PCLS_CONTEXT_MODE;

typedef struct _CLS_INFORMATION CLS_INFORMATION, *PCLS_INFORMATION, *PPCLS_INFORMATION;

typedef enum _CLS_IOSTATS_CLASS {
    ClsIoStatsDefault,
    ClsIoStatsMax = 65535,
} CLS_IOSTATS_CLASS, *PCLS_IOSTATS_CLASS;

typedef struct _CLS_IO_STATISTICS CLS_IO_STATISTICS, *PCLS_IO_STATISTICS;
typedef struct _CLS_IO_STATISTICS_HEADER CLS_IO_STATISTICS_HEADER, *PCLS_IO_STATISTICS_HEADER;

typedef enum _CLS_LOG_INFORMATION_CLASS {
    ClfsLogBasicInformation,
    ClfsLogBasicInformationPhysical,
    ClfsLogPhysicalNameInformation,
    ClfsLogStreamIdentifierInformation,
    ClfsLogSystemMarkingInformation,
    ClfsLogPhysicalLsnInformation,
} CLS_LOG_INFORMATION_CLASS, *PCLS_LOG_INFORMATION_CLASS;

typedef struct _CLS_LSN CLS_LSN, *PCLS_LSN;
typedef UCHAR *PCLS_RECORD_TYPE;
typedef struct _CLS_SCAN_CONTEXT CLS_SCAN_CONTEXT, *PCLS_SCAN_CONTEXT;
typedef struct _CLS_WRITE_ENTRY CLS_WRITE_ENTRY, *PCLS_WRITE_ENTRY;
typedef DEVICE_CHANGE_COMPLETE_CALLBACK *PDEVICE_CHANGE_COMPLETE_CALLBACK;
typedef void (NTAPI *PDEVICE_NOTIFY_CALLBACK)(PVOID, ULONG);
typedef void (NTAPI *PDEVICE_NOTIFY_CALLBACK2)(PVOID NotificationContext, ULONG NotifyCode);

typedef enum _DEVICE_REMOVAL_POLICY {
    RemovalPolicyExpectNoRemoval = 1,
    RemovalPolicyExpectOrderlyRemoval,
    RemovalPolicyExpectSurpriseRemoval,
} DEVICE_REMOVAL_POLICY, *PDEVICE_REMOVAL_POLICY;

typedef ENABLE_VIRTUALIZATION *PENABLE_VIRTUALIZATION;
typedef ULONG *PEXECUTION_STATE;
typedef GET_D3COLD_CAPABILITY *PGET_D3COLD_CAPABILITY;
typedef GET_D3COLD_LAST_TRANSITION_STATUS *PGET_D3COLD_LAST_TRANSITION_STATUS;
typedef GET_IDLE_WAKE_INFO *PGET_IDLE_WAKE_INFO;
typedef GET_SDEV_IDENTIFIER *PGET_SDEV_IDENTIFIER;
typedef GET_VIRTUAL_DEVICE_DATA *PGET_VIRTUAL_DEVICE_DATA;
typedef GET_VIRTUAL_DEVICE_LOCATION *PGET_VIRTUAL_DEVICE_LOCATION;
typedef GET_VIRTUAL_DEVICE_RESOURCES *PGET_VIRTUAL_DEVICE_RESOURCES;
typedef GET_VIRTUAL_FUNCTION_PROBED_BARS *PGET_VIRTUAL_FUNCTION_PROBED_BARS;
typedef NTSTATUS (NTAPI *PGPE_CLEAR_STATUS)(PDEVICE_OBJECT, PVOID);
typedef NTSTATUS (NTAPI *PGPE_CLEAR_STATUS2)(PVOID Context, PVOID ObjectContext);

typedef enum _KINTERRUPT_MODE {
    LevelSensitive,
    Latched,
} KINTERRUPT_MODE;

typedef BOOLEAN (NTAPI *PGPE_SERVICE_ROUTINE)(PVOID, PVOID);
typedef NTSTATUS (NTAPI *PGPE_CONNECT_VECTOR)(PDEVICE_OBJECT, ULONG, KINTERRUPT_MODE, BOOLEAN, PGPE_SERVICE_ROUTINE, PVOID, PVOID);

typedef NTSTATUS (NTAPI *PGPE_CONNECT_VECTOR2)(PVOID Context, ULONG GpeNumber, KINTERRUPT_MODE Mode, BOOLEAN Shareable,
    PGPE_SERVICE_ROUTINE ServiceRoutine, PVOID ServiceContext, PVOID *ObjectContext);

typedef NTSTATUS (NTAPI *PGPE_DISABLE_EVENT)(PDEVICE_OBJECT, PVOID);
typedef NTSTATUS (NTAPI *PGPE_DISABLE_EVENT2)(PVOID Context, PVOID ObjectContext);
typedef NTSTATUS (NTAPI *PGPE_DISCONNECT_VECTOR)(PVOID);
typedef NTSTATUS (NTAPI *PGPE_DISCONNECT_VECTOR2)(PVOID Context, PVOID ObjectContext);
typedef NTSTATUS (NTAPI *PGPE_ENABLE_EVENT)(PDEVICE_OBJECT, PVOID);
typedef NTSTATUS (NTAPI *PGPE_ENABLE_EVENT2)(PVOID Context, PVOID ObjectContext);
typedef BOOLEAN (NTAPI *PGPE_SERVICE_ROUTINE2)(PVOID ObjectContext, PVOID ServiceContext);
typedef GUID *PGUID;
typedef NTSTATUS (NTAPI *PIO_CONTAINER_NOTIFICATION_FUNCTION)(void);
typedef void (NTAPI *PIO_DEVICE_EJECT_CALLBACK)(NTSTATUS Status, PVOID Context);
typedef IO_SESSION_NOTIFICATION_FUNCTION *PIO_SESSION_NOTIFICATION_FUNCTION;
typedef IO_WORKITEM_ROUTINE *PIO_WORKITEM_ROUTINE;
typedef IO_WORKITEM_ROUTINE_EX *PIO_WORKITEM_ROUTINE_EX;
typedef NTFS_DEREF_EXPORTED_SECURITY_DESCRIPTOR *PNTFS_DEREF_EXPORTED_SECURITY_DESCRIPTOR;
typedef struct _CLS_ARCHIVE_DESCRIPTOR **PPCLS_ARCHIVE_DESCRIPTOR;
typedef struct _CLS_CONTAINER_INFORMATION **PPCLS_CONTAINER_INFORMATION;
typedef UINT32 *PPCLS_CONTAINER_STATE;
typedef enum _CLS_CONTEXT_MODE **PPCLS_CONTEXT_MODE;
typedef enum _CLS_IOSTATS_CLASS **PPCLS_IOSTATS_CLASS;
typedef struct _CLS_IO_STATISTICS **PPCLS_IO_STATISTICS;
typedef struct _CLS_IO_STATISTICS_HEADER **PPCLS_IO_STATISTICS_HEADER;
typedef enum _CLS_LOG_INFORMATION_CLASS **PPCLS_LOG_INFORMATION_CLASS;
typedef struct _CLS_LSN **PPCLS_LSN;
typedef UCHAR **PPCLS_RECORD_TYPE;
typedef struct _CLS_SCAN_CONTEXT **PPCLS_SCAN_CONTEXT;
typedef struct _CLS_WRITE_ENTRY **PPCLS_WRITE_ENTRY;
typedef FILE_OBJECT **PPLOG_FILE_OBJECT;
typedef void (NTAPI *PQUERYEXTENDEDADDRESS)(PVOID Context, PULONG64 ExtendedAddress);
typedef NTSTATUS (NTAPI *PREGISTER_FOR_DEVICE_NOTIFICATIONS)(PDEVICE_OBJECT, PDEVICE_NOTIFY_CALLBACK, PVOID);
typedef NTSTATUS (NTAPI *PREGISTER_FOR_DEVICE_NOTIFICATIONS2)(PVOID Context, PDEVICE_NOTIFY_CALLBACK2 NotificationHandler, PVOID NotificationContext);
typedef struct _KPROCESS *PRKPROCESS;
typedef struct _KTM KTM, *PKTM, *PRKTM;
typedef void NTAPI SET_D3COLD_SUPPORT(PVOID Context, BOOLEAN D3ColdSupport);  /* IRQL PASSIVE_LEVEL */
typedef SET_D3COLD_SUPPORT *PSET_D3COLD_SUPPORT;
typedef ULONG NTAPI SET_VIRTUAL_DEVICE_DATA(PVOID Context, USHORT VirtualFunction, PVOID Buffer, ULONG Offset, ULONG Length);  /* IRQL <= APC_LEVEL */
typedef SET_VIRTUAL_DEVICE_DATA *PSET_VIRTUAL_DEVICE_DATA;
typedef NTSTATUS (NTAPI *PTM_PROPAGATE_ROUTINE)(PVOID PropagationCookie, PVOID CallbackData, NTSTATUS PropagationStatus, GUID TransactionGuid);
typedef struct _KENLISTMENT KENLISTMENT, *PKENLISTMENT, *PRKENLISTMENT;

typedef NTSTATUS (NTAPI *PTM_RM_NOTIFICATION)(PKENLISTMENT EnlistmentObject, PVOID RMContext, PVOID TransactionContext, ULONG TransactionNotification,
    PLARGE_INTEGER TmVirtualClock, ULONG ArgumentLength, PVOID Argument);  /* IRQL PASSIVE_LEVEL */

typedef void (NTAPI *PUNREGISTER_FOR_DEVICE_NOTIFICATIONS)(PDEVICE_OBJECT, PDEVICE_NOTIFY_CALLBACK);
typedef void (NTAPI *PUNREGISTER_FOR_DEVICE_NOTIFICATIONS2)(PVOID Context);
typedef GUID *PUOW;

typedef enum _USER_ACTIVITY_PRESENCE {
    PowerUserPresent,
    PowerUserNotPresent,
    PowerUserInactive,
    PowerUserMaximum,
    PowerUserInvalid = 3,
} USER_ACTIVITY_PRESENCE, *PUSER_ACTIVITY_PRESENCE;

typedef enum _WORK_QUEUE_TYPE {
    CriticalWorkQueue,
    DelayedWorkQueue,
    HyperCriticalWorkQueue,
    NormalWorkQueue,
    BackgroundWorkQueue,
    RealTimeWorkQueue,
    SuperCriticalWorkQueue,
    MaximumWorkQueue,
    CustomPriorityWorkQueue = 32,
} WORK_QUEUE_TYPE;

NTKERNELAPI BOOLEAN NTAPI ExAcquireSharedStarveExclusive(PERESOURCE Resource, BOOLEAN Wait);  /* IRQL <= APC_LEVEL */
NTKERNELAPI BOOLEAN NTAPI ExAcquireSharedWaitForExclusive(PERESOURCE Resource, BOOLEAN Wait);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI ExConvertExclusiveToSharedLite(PERESOURCE Resource);  /* IRQL <= APC_LEVEL */
NTKERNELAPI PVOID NTAPI ExEnterCriticalRegionAndAcquireSharedWaitForExclusive(PERESOURCE Resource);
NTKERNELAPI NTSTATUS NTAPI ExEnumerateSystemFirmwareTables(ULONG FirmwareTableProviderSignature, PVOID FirmwareTableBuffer, ULONG BufferLength,
    PULONG ReturnLength);
NTKERNELAPI ULONG NTAPI ExGetExclusiveWaiterCount(PERESOURCE Resource);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ExGetFirmwareEnvironmentVariable(PUNICODE_STRING VariableName, LPGUID VendorGuid, PVOID Value, PULONG ValueLength,
    PULONG Attributes);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI FIRMWARE_TYPE NTAPI ExGetFirmwareType(void);  /* IRQL <= APC_LEVEL */
NTKERNELAPI KPROCESSOR_MODE NTAPI ExGetPreviousMode(void);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI ULONG NTAPI ExGetSharedWaiterCount(PERESOURCE Resource);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ExGetSystemFirmwareTable(ULONG FirmwareTableProviderSignature, ULONG FirmwareTableID, PVOID FirmwareTableBuffer,
    ULONG BufferLength, PULONG ReturnLength);
NTKERNELAPI BOOLEAN NTAPI ExIsManufacturingModeEnabled(void);
NTKERNELAPI BOOLEAN NTAPI ExIsProcessorFeaturePresent(ULONG ProcessorFeature);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI BOOLEAN NTAPI ExIsSoftBoot(void);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI ExQueueWorkItem(PWORK_QUEUE_ITEM WorkItem, WORK_QUEUE_TYPE QueueType);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ExSetFirmwareEnvironmentVariable(PUNICODE_STRING VariableName, LPGUID VendorGuid, PVOID Value, ULONG ValueLength,
    ULONG Attributes);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI BOOLEAN NTAPI ExVerifySuite(SUITE_TYPE SuiteType);
NTKERNELAPI NTSTATUS NTAPI IoAcquireRemoveLockEx(PIO_REMOVE_LOCK RemoveLock, PVOID Tag, PCSTR File, ULONG Line, ULONG RemlockSize);
NTKERNELAPI PVOID NTAPI IoAllocateErrorLogEntry(PVOID IoObject, UCHAR EntrySize);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoAllocateSfioStreamIdentifier(PFILE_OBJECT FileObject, ULONG Length, PVOID Signature, PVOID *StreamIdentifier);
NTKERNELAPI PIO_WORKITEM NTAPI IoAllocateWorkItem(PDEVICE_OBJECT DeviceObject);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoCreateFile(PHANDLE FileHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
    PIO_STATUS_BLOCK IoStatusBlock, PLARGE_INTEGER AllocationSize, ULONG FileAttributes, ULONG ShareAccess, ULONG Disposition, ULONG CreateOptions,
    PVOID EaBuffer, ULONG EaLength, CREATE_FILE_TYPE CreateFileType, PVOID InternalParameters, ULONG Options);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoCreateSystemThread(PVOID IoObject, PHANDLE ThreadHandle, ULONG DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
    HANDLE ProcessHandle, PCLIENT_ID ClientId, PKSTART_ROUTINE StartRoutine, PVOID StartContext);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI IoFreeErrorLogEntry(PVOID ElEntry);
NTKERNELAPI NTSTATUS NTAPI IoFreeSfioStreamIdentifier(PFILE_OBJECT FileObject, PVOID Signature);
NTKERNELAPI void NTAPI IoFreeWorkItem(PIO_WORKITEM IoWorkItem);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoGetContainerInformation(IO_CONTAINER_INFORMATION_CLASS InformationClass, PVOID ContainerObject, PVOID Buffer,
    ULONG BufferLength);  /* IRQL <= APC_LEVEL */
NTKERNELAPI PEPROCESS NTAPI IoGetCurrentProcess(void);  /* any IRQL */
NTKERNELAPI NTSTATUS NTAPI IoGetIoAttributionHandle(PIRP Irp, PVOID *IoAttributionHandle);
NTKERNELAPI IO_PRIORITY_HINT NTAPI IoGetIoPriorityHint(PIRP Irp);  /* any IRQL */
NTKERNELAPI PVOID NTAPI IoGetSfioStreamIdentifier(PFILE_OBJECT FileObject, PVOID Signature);
NTKERNELAPI void NTAPI IoGetStackLimits(PULONG_PTR LowLimit, PULONG_PTR HighLimit);
NTKERNELAPI void NTAPI IoInitializeRemoveLockEx(PIO_REMOVE_LOCK Lock, ULONG AllocateTag, ULONG MaxLockedMinutes, ULONG HighWatermark,
    ULONG RemlockSize);
NTKERNELAPI void NTAPI IoInitializeWorkItem(PVOID IoObject, PIO_WORKITEM IoWorkItem);  /* any IRQL */
NTKERNELAPI BOOLEAN NTAPI IoIs32bitProcess(PIRP Irp);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI BOOLEAN NTAPI IoIsInitiator32bitProcess(PIRP Irp);
NTKERNELAPI BOOLEAN NTAPI IoIsWdmVersionAvailable(UCHAR MajorVersion, UCHAR MinorVersion);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI IoQueueWorkItem(PIO_WORKITEM IoWorkItem, PIO_WORKITEM_ROUTINE WorkerRoutine, WORK_QUEUE_TYPE QueueType, PVOID Context);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI IoQueueWorkItemEx(PIO_WORKITEM IoWorkItem, PIO_WORKITEM_ROUTINE_EX WorkerRoutine, WORK_QUEUE_TYPE QueueType, PVOID Context);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoRecordIoAttribution(PVOID OpaqueHandle, IO_ATTRIBUTION_INFORMATION *AttributionInformation);
NTKERNELAPI NTSTATUS NTAPI IoRegisterContainerNotification(IO_CONTAINER_NOTIFICATION_CLASS NotificationClass,
    PIO_CONTAINER_NOTIFICATION_FUNCTION CallbackFunction, PVOID NotificationInformation, ULONG NotificationInformationLength,
    PVOID CallbackRegistration);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI IoReleaseRemoveLockAndWaitEx(PIO_REMOVE_LOCK RemoveLock, PVOID Tag, ULONG RemlockSize);
NTKERNELAPI void NTAPI IoReleaseRemoveLockEx(PIO_REMOVE_LOCK RemoveLock, PVOID Tag, ULONG RemlockSize);
NTKERNELAPI NTSTATUS NTAPI IoReplacePartitionUnit(PDEVICE_OBJECT TargetPdo, PDEVICE_OBJECT SparePdo, ULONG Flags);
NTKERNELAPI NTSTATUS NTAPI IoSetCompletionRoutineEx(PDEVICE_OBJECT DeviceObject, PIRP Irp, PIO_COMPLETION_ROUTINE CompletionRoutine, PVOID Context,
    BOOLEAN InvokeOnSuccess, BOOLEAN InvokeOnError, BOOLEAN InvokeOnCancel);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoSetIoPriorityHint(PIRP Irp, IO_PRIORITY_HINT PriorityHint);  /* any IRQL */
NTKERNELAPI void NTAPI IoSetStartIoAttributes(PDEVICE_OBJECT DeviceObject, BOOLEAN DeferredStartIo, BOOLEAN NonCancelable);  /* any IRQL */
NTKERNELAPI ULONG NTAPI IoSizeofWorkItem(void);  /* any IRQL */
NTKERNELAPI NTSTATUS NTAPI IoSynchronousCallDriver(PDEVICE_OBJECT DeviceObject, PIRP Irp);
NTKERNELAPI BOOLEAN NTAPI IoTryQueueWorkItem(PIO_WORKITEM IoWorkItem, PIO_WORKITEM_ROUTINE_EX WorkerRoutine, WORK_QUEUE_TYPE QueueType,
    PVOID Context);
NTKERNELAPI void NTAPI IoUninitializeWorkItem(PIO_WORKITEM IoWorkItem);  /* any IRQL */
NTKERNELAPI void NTAPI IoUnregisterContainerNotification(PVOID CallbackRegistration);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoValidateDeviceIoControlAccess(PIRP Irp, ULONG RequiredAccess);  /* any IRQL */
NTKERNELAPI void NTAPI IoWriteErrorLogEntry(PVOID ElEntry);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IofCallDriver(PDEVICE_OBJECT DeviceObject, PIRP Irp);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI IofCompleteRequest(PIRP Irp, CCHAR PriorityBoost);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI LONG_PTR NTAPI ObfDereferenceObject(PVOID Object);
NTKERNELAPI LONG_PTR NTAPI ObfDereferenceObjectWithTag(PVOID Object, ULONG Tag);
NTKERNELAPI LONG_PTR NTAPI ObfReferenceObject(PVOID Object);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI LONG_PTR NTAPI ObfReferenceObjectWithTag(PVOID Object, ULONG Tag);
NTKERNELAPI void NTAPI ProbeForRead(volatile void *Address, SIZE_T Length, ULONG Alignment);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI ProbeForWrite(volatile void *Address, SIZE_T Length, ULONG Alignment);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwCommitComplete(HANDLE EnlistmentHandle, PLARGE_INTEGER TmVirtualClock);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwLoadDriver(PUNICODE_STRING DriverServiceName);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwPrePrepareComplete(HANDLE EnlistmentHandle, PLARGE_INTEGER TmVirtualClock);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwPrepareComplete(HANDLE EnlistmentHandle, PLARGE_INTEGER TmVirtualClock);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwRollbackComplete(HANDLE EnlistmentHandle, PLARGE_INTEGER TmVirtualClock);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwSinglePhaseReject(HANDLE EnlistmentHandle, PLARGE_INTEGER TmVirtualClock);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwUnloadDriver(PUNICODE_STRING DriverServiceName);  /* IRQL PASSIVE_LEVEL */

#endif
