/*
 * wdm/object.h: objects, handles, processes and threads.
 * learn.microsoft.com/windows-hardware/drivers/kernel/managing-kernel-objects
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/wdm/ + nf-wdm-<function>, ns-wdm-_<structure>, ne-wdm-_<enumeration>, nc-wdm-<callback>, all lower case.
 * A part of wdm.h: include that.
 */
#ifndef FLUE_DDI_WDM_OBJECT_H
#define FLUE_DDI_WDM_OBJECT_H

#define OBJ_NAME_PATH_SEPARATOR                                 92
#define OBJECT_TYPE_CREATE                                      1
#define OBJECT_TYPE_ALL_ACCESS                                  0x000F0001
#define DUPLICATE_CLOSE_SOURCE                                  1
#define DUPLICATE_SAME_ACCESS                                   2
#define DUPLICATE_SAME_ATTRIBUTES                               4
#define SESSION_QUERY_ACCESS                                    1
#define SESSION_MODIFY_ACCESS                                   2
#define SESSION_ALL_ACCESS                                      0x000F0003
#define PROCESS_DUP_HANDLE                                      0x40
#define PROCESS_ALL_ACCESS                                      0x001FFFFF
#define THREAD_TERMINATE                                        1
#define THREAD_SUSPEND_RESUME                                   2
#define THREAD_ALERT                                            4
#define THREAD_GET_CONTEXT                                      8
#define THREAD_SET_CONTEXT                                      0x10
#define THREAD_SET_INFORMATION                                  0x20
#define THREAD_SET_LIMITED_INFORMATION                          0x00000400
#define THREAD_QUERY_LIMITED_INFORMATION                        0x00000800
#define THREAD_RESUME                                           0x00001000
#define THREAD_ALL_ACCESS                                       0x001FFFFF
#define OB_FLT_REGISTRATION_VERSION_0100                        0x00000100
#define OB_FLT_REGISTRATION_VERSION                             0x00000100
#define OB_OPERATION_HANDLE_CREATE                              1
#define OB_OPERATION_HANDLE_DUPLICATE                           2

typedef ULONG OB_OPERATION;

typedef struct _OBJECT_NAME_INFORMATION {
    UNICODE_STRING Name;
} OBJECT_NAME_INFORMATION, *POBJECT_NAME_INFORMATION;

typedef struct _CLIENT_ID {
    HANDLE UniqueProcess;
    HANDLE UniqueThread;
} CLIENT_ID, *PCLIENT_ID;

typedef struct _OBJECT_HANDLE_INFORMATION {
    ULONG HandleAttributes;
    ACCESS_MASK GrantedAccess;
} OBJECT_HANDLE_INFORMATION, *POBJECT_HANDLE_INFORMATION;

typedef struct _OB_PRE_CREATE_HANDLE_INFORMATION {
    ACCESS_MASK DesiredAccess;
    ACCESS_MASK OriginalDesiredAccess;
} OB_PRE_CREATE_HANDLE_INFORMATION, *POB_PRE_CREATE_HANDLE_INFORMATION;

typedef struct _OB_PRE_DUPLICATE_HANDLE_INFORMATION {
    ACCESS_MASK DesiredAccess;
    ACCESS_MASK OriginalDesiredAccess;
    PVOID SourceProcess;
    PVOID TargetProcess;
} OB_PRE_DUPLICATE_HANDLE_INFORMATION, *POB_PRE_DUPLICATE_HANDLE_INFORMATION;

typedef union _OB_PRE_OPERATION_PARAMETERS {
    OB_PRE_CREATE_HANDLE_INFORMATION CreateHandleInformation;
    OB_PRE_DUPLICATE_HANDLE_INFORMATION DuplicateHandleInformation;
} OB_PRE_OPERATION_PARAMETERS, *POB_PRE_OPERATION_PARAMETERS;

typedef struct _OB_PRE_OPERATION_INFORMATION {
    OB_OPERATION Operation;
    union {
        ULONG Flags;
        struct {
            ULONG KernelHandle : 1;
            ULONG Reserved : 31;
        };
    };
    PVOID Object;
    POBJECT_TYPE ObjectType;
    PVOID CallContext;
    POB_PRE_OPERATION_PARAMETERS Parameters;
} OB_PRE_OPERATION_INFORMATION, *POB_PRE_OPERATION_INFORMATION;

typedef struct _OB_POST_CREATE_HANDLE_INFORMATION {
    ACCESS_MASK GrantedAccess;
} OB_POST_CREATE_HANDLE_INFORMATION, *POB_POST_CREATE_HANDLE_INFORMATION;

typedef struct _OB_POST_DUPLICATE_HANDLE_INFORMATION {
    ACCESS_MASK GrantedAccess;
} OB_POST_DUPLICATE_HANDLE_INFORMATION, *POB_POST_DUPLICATE_HANDLE_INFORMATION;

typedef union _OB_POST_OPERATION_PARAMETERS {
    OB_POST_CREATE_HANDLE_INFORMATION CreateHandleInformation;
    OB_POST_DUPLICATE_HANDLE_INFORMATION DuplicateHandleInformation;
} OB_POST_OPERATION_PARAMETERS, *POB_POST_OPERATION_PARAMETERS;

typedef struct _OB_POST_OPERATION_INFORMATION {
    OB_OPERATION Operation;
    union {
        ULONG Flags;
        struct {
            ULONG KernelHandle : 1;
            ULONG Reserved : 31;
        };
    };
    PVOID Object;
    POBJECT_TYPE ObjectType;
    PVOID CallContext;
    NTSTATUS ReturnStatus;
    POB_POST_OPERATION_PARAMETERS Parameters;
} OB_POST_OPERATION_INFORMATION, *POB_POST_OPERATION_INFORMATION;

typedef enum _OB_PREOP_CALLBACK_STATUS {
    OB_PREOP_SUCCESS,
} OB_PREOP_CALLBACK_STATUS, *POB_PREOP_CALLBACK_STATUS;

typedef OB_PREOP_CALLBACK_STATUS (NTAPI *POB_PRE_OPERATION_CALLBACK)(PVOID RegistrationContext, POB_PRE_OPERATION_INFORMATION OperationInformation);  /* IRQL PASSIVE_LEVEL */
typedef void (NTAPI *POB_POST_OPERATION_CALLBACK)(PVOID RegistrationContext, POB_POST_OPERATION_INFORMATION OperationInformation);  /* IRQL PASSIVE_LEVEL */

typedef struct _OB_OPERATION_REGISTRATION {
    POBJECT_TYPE *ObjectType;
    OB_OPERATION Operations;
    POB_PRE_OPERATION_CALLBACK PreOperation;
    POB_POST_OPERATION_CALLBACK PostOperation;
} OB_OPERATION_REGISTRATION, *POB_OPERATION_REGISTRATION;

typedef struct _OB_CALLBACK_REGISTRATION {
    USHORT Version;
    USHORT OperationRegistrationCount;
    UNICODE_STRING Altitude;
    PVOID RegistrationContext;
    OB_OPERATION_REGISTRATION *OperationRegistration;
} OB_CALLBACK_REGISTRATION, *POB_CALLBACK_REGISTRATION;

typedef void NTAPI CALLBACK_FUNCTION(PVOID CallbackContext, PVOID Argument1, PVOID Argument2);
typedef void NTAPI KSTART_ROUTINE(PVOID StartContext);  /* IRQL PASSIVE_LEVEL */

typedef enum _MODE {
    KernelMode,
    UserMode,
    MaximumMode,
} MODE;

typedef CALLBACK_FUNCTION *PCALLBACK_FUNCTION;
struct _KPROCESS;
typedef struct _KPROCESS *PKPROCESS;
typedef KSTART_ROUTINE *PKSTART_ROUTINE;
struct _CALLBACK_OBJECT;
typedef struct _CALLBACK_OBJECT *PCALLBACK_OBJECT;

typedef enum _KTMOBJECT_TYPE {
    KTMOBJECT_TRANSACTION,
    KTMOBJECT_TRANSACTION_MANAGER,
    KTMOBJECT_RESOURCE_MANAGER,
    KTMOBJECT_ENLISTMENT,
    KTMOBJECT_INVALID,
} KTMOBJECT_TYPE, *PKTMOBJECT_TYPE;

typedef struct _KTMOBJECT_CURSOR KTMOBJECT_CURSOR, *PKTMOBJECT_CURSOR;

typedef enum POWER_INFORMATION_LEVEL {
    SystemPowerPolicyAc,
    SystemPowerPolicyDc,
    VerifySystemPolicyAc,
    VerifySystemPolicyDc,
    SystemPowerCapabilities,
    SystemBatteryState,
    SystemPowerStateHandler,
    ProcessorStateHandler,
    SystemPowerPolicyCurrent,
    AdministratorPowerPolicy,
    SystemReserveHiberFile,
    ProcessorInformation,
    SystemPowerInformation,
    ProcessorStateHandler2,
    LastWakeTime,
    LastSleepTime,
    SystemExecutionState,
    SystemPowerStateNotifyHandler,
    ProcessorPowerPolicyAc,
    ProcessorPowerPolicyDc,
    VerifyProcessorPowerPolicyAc,
    VerifyProcessorPowerPolicyDc,
    ProcessorPowerPolicyCurrent,
    SystemPowerStateLogging,
    SystemPowerLoggingEntry,
    SetPowerSettingValue,
    NotifyUserPowerSetting,
    PowerInformationLevelUnused0,
    SystemMonitorHiberBootPowerOff,
    SystemVideoState,
    TraceApplicationPowerMessage,
    TraceApplicationPowerMessageEnd,
    ProcessorPerfStates,
    ProcessorIdleStates,
    ProcessorCap,
    SystemWakeSource,
    SystemHiberFileInformation,
    TraceServicePowerMessage,
    ProcessorLoad,
    PowerShutdownNotification,
    MonitorCapabilities,
    SessionPowerInit,
    SessionDisplayState,
    PowerRequestCreate,
    PowerRequestAction,
    GetPowerRequestList,
    ProcessorInformationEx,
    NotifyUserModeLegacyPowerEvent,
    GroupPark,
    ProcessorIdleDomains,
    WakeTimerList,
    SystemHiberFileSize,
    ProcessorIdleStatesHv,
    ProcessorPerfStatesHv,
    ProcessorPerfCapHv,
    ProcessorSetIdle,
    LogicalProcessorIdling,
    UserPresence,
    PowerSettingNotificationName,
    GetPowerSettingValue,
    IdleResiliency,
    SessionRITState,
    SessionConnectNotification,
    SessionPowerCleanup,
    SessionLockState,
    SystemHiberbootState,
    PlatformInformation,
    PdcInvocation,
    MonitorInvocation,
    FirmwareTableInformationRegistered,
    SetShutdownSelectedTime,
    SuspendResumeInvocation,
    PlmPowerRequestCreate,
    ScreenOff,
    CsDeviceNotification,
    PlatformRole,
    LastResumePerformance,
    DisplayBurst,
    ExitLatencySamplingPercentage,
    RegisterSpmPowerSettings,
    PlatformIdleStates,
    ProcessorIdleVeto,
    PlatformIdleVeto,
    SystemBatteryStatePrecise,
    ThermalEvent,
    PowerRequestActionInternal,
    BatteryDeviceState,
    PowerInformationInternal,
    ThermalStandby,
    SystemHiberFileType,
    PhysicalPowerButtonPress,
    QueryPotentialDripsConstraint,
    EnergyTrackerCreate,
    EnergyTrackerQuery,
    UpdateBlackBoxRecorder,
    PowerInformationLevelMaximum,
} POWER_INFORMATION_LEVEL;

typedef enum _ENLISTMENT_INFORMATION_CLASS {
    EnlistmentBasicInformation,
    EnlistmentRecoveryInformation,
    EnlistmentCrmInformation,
} ENLISTMENT_INFORMATION_CLASS;

typedef enum _RESOURCEMANAGER_INFORMATION_CLASS {
    ResourceManagerBasicInformation,
    ResourceManagerCompletionInformation,
} RESOURCEMANAGER_INFORMATION_CLASS;

typedef enum _TRANSACTION_INFORMATION_CLASS {
    TransactionBasicInformation,
    TransactionPropertiesInformation,
    TransactionEnlistmentInformation,
    TransactionSuperiorEnlistmentInformation,
} TRANSACTION_INFORMATION_CLASS;

typedef enum _TRANSACTIONMANAGER_INFORMATION_CLASS {
    TransactionManagerBasicInformation,
    TransactionManagerLogInformation,
    TransactionManagerLogPathInformation,
    TransactionManagerRecoveryInformation = 4,
} TRANSACTIONMANAGER_INFORMATION_CLASS;

typedef struct _IO_STATUS_BLOCK IO_STATUS_BLOCK, *PIO_STATUS_BLOCK;

typedef enum _FILE_INFORMATION_CLASS {
    FileDirectoryInformation = 1,
    FileFullDirectoryInformation,
    FileBothDirectoryInformation,
    FileBasicInformation,
    FileStandardInformation,
    FileInternalInformation,
    FileEaInformation,
    FileAccessInformation,
    FileNameInformation,
    FileRenameInformation,
    FileLinkInformation,
    FileNamesInformation,
    FileDispositionInformation,
    FilePositionInformation,
    FileFullEaInformation,
    FileModeInformation,
    FileAlignmentInformation,
    FileAllInformation,
    FileAllocationInformation,
    FileEndOfFileInformation,
    FileAlternateNameInformation,
    FileStreamInformation,
    FilePipeInformation,
    FilePipeLocalInformation,
    FilePipeRemoteInformation,
    FileMailslotQueryInformation,
    FileMailslotSetInformation,
    FileCompressionInformation,
    FileObjectIdInformation,
    FileCompletionInformation,
    FileMoveClusterInformation,
    FileQuotaInformation,
    FileReparsePointInformation,
    FileNetworkOpenInformation,
    FileAttributeTagInformation,
    FileTrackingInformation,
    FileIdBothDirectoryInformation,
    FileIdFullDirectoryInformation,
    FileValidDataLengthInformation,
    FileShortNameInformation,
    FileIoCompletionNotificationInformation,
    FileIoStatusBlockRangeInformation,
    FileIoPriorityHintInformation,
    FileSfioReserveInformation,
    FileSfioVolumeInformation,
    FileHardLinkInformation,
    FileProcessIdsUsingFileInformation,
    FileNormalizedNameInformation,
    FileNetworkPhysicalNameInformation,
    FileIdGlobalTxDirectoryInformation,
    FileIsRemoteDeviceInformation,
    FileUnusedInformation,
    FileNumaNodeInformation,
    FileStandardLinkInformation,
    FileRemoteProtocolInformation,
    FileRenameInformationBypassAccessCheck,
    FileLinkInformationBypassAccessCheck,
    FileVolumeNameInformation,
    FileIdInformation,
    FileIdExtdDirectoryInformation,
    FileReplaceCompletionInformation,
    FileHardLinkFullIdInformation,
    FileIdExtdBothDirectoryInformation,
    FileDispositionInformationEx,
    FileRenameInformationEx,
    FileRenameInformationExBypassAccessCheck,
    FileDesiredStorageClassInformation,
    FileStatInformation,
    FileMemoryPartitionInformation,
    FileMaximumInformation,
} FILE_INFORMATION_CLASS, *PFILE_INFORMATION_CLASS;

NTKERNELAPI NTSTATUS NTAPI ExCreateCallback(PCALLBACK_OBJECT *CallbackObject, POBJECT_ATTRIBUTES ObjectAttributes, BOOLEAN Create,
    BOOLEAN AllowMultipleCallbacks);  /* IRQL <= APC_LEVEL */
extern NTKERNELAPI POBJECT_TYPE *ExDesktopObjectType;
extern NTKERNELAPI POBJECT_TYPE *ExEventObjectType;
NTKERNELAPI void NTAPI ExNotifyCallback(PVOID CallbackObject, PVOID Argument1, PVOID Argument2);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI PVOID NTAPI ExRegisterCallback(PCALLBACK_OBJECT CallbackObject, PCALLBACK_FUNCTION CallbackFunction, PVOID CallbackContext);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI ExUnregisterCallback(PVOID CallbackRegistration);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtCreateEnlistment(PHANDLE EnlistmentHandle, ACCESS_MASK DesiredAccess, HANDLE ResourceManagerHandle,
    HANDLE TransactionHandle, POBJECT_ATTRIBUTES ObjectAttributes, ULONG CreateOptions, NOTIFICATION_MASK NotificationMask, PVOID EnlistmentKey);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtCreateResourceManager(PHANDLE ResourceManagerHandle, ACCESS_MASK DesiredAccess, HANDLE TmHandle, LPGUID RmGuid,
    POBJECT_ATTRIBUTES ObjectAttributes, ULONG CreateOptions, PUNICODE_STRING Description);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtCreateTransaction(PHANDLE TransactionHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, LPGUID Uow,
    HANDLE TmHandle, ULONG CreateOptions, ULONG IsolationLevel, ULONG IsolationFlags, PLARGE_INTEGER Timeout, PUNICODE_STRING Description);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtCreateTransactionManager(PHANDLE TmHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
    PUNICODE_STRING LogFileName, ULONG CreateOptions, ULONG CommitStrength);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtEnumerateTransactionObject(HANDLE RootObjectHandle, KTMOBJECT_TYPE QueryType, PKTMOBJECT_CURSOR ObjectCursor,
    ULONG ObjectCursorLength, PULONG ReturnLength);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtGetNotificationResourceManager(HANDLE ResourceManagerHandle, PTRANSACTION_NOTIFICATION TransactionNotification,
    ULONG NotificationLength, PLARGE_INTEGER Timeout, PULONG ReturnLength, ULONG Asynchronous, ULONG_PTR AsynchronousContext);  /* IRQL PASSIVE_LEVEL */
extern NTKERNELAPI ULONG NtGlobalFlag;
NTKERNELAPI NTSTATUS NTAPI NtOpenEnlistment(PHANDLE EnlistmentHandle, ACCESS_MASK DesiredAccess, HANDLE ResourceManagerHandle, LPGUID EnlistmentGuid,
    POBJECT_ATTRIBUTES ObjectAttributes);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtOpenResourceManager(PHANDLE ResourceManagerHandle, ACCESS_MASK DesiredAccess, HANDLE TmHandle,
    LPGUID ResourceManagerGuid, POBJECT_ATTRIBUTES ObjectAttributes);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtOpenTransaction(PHANDLE TransactionHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, LPGUID Uow,
    HANDLE TmHandle);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtOpenTransactionManager(PHANDLE TmHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
    PUNICODE_STRING LogFileName, LPGUID TmIdentity, ULONG OpenOptions);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtPowerInformation(POWER_INFORMATION_LEVEL InformationLevel, PVOID InputBuffer, ULONG InputBufferLength,
    PVOID OutputBuffer, ULONG OutputBufferLength);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtPrePrepareComplete(HANDLE EnlistmentHandle, PLARGE_INTEGER TmVirtualClock);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtPrePrepareEnlistment(HANDLE EnlistmentHandle, PLARGE_INTEGER TmVirtualClock);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtPrepareComplete(HANDLE EnlistmentHandle, PLARGE_INTEGER TmVirtualClock);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtPrepareEnlistment(HANDLE EnlistmentHandle, PLARGE_INTEGER TmVirtualClock);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtPropagationComplete(HANDLE ResourceManagerHandle, ULONG RequestCookie, ULONG BufferLength, PVOID Buffer);
NTKERNELAPI NTSTATUS NTAPI NtPropagationFailed(HANDLE ResourceManagerHandle, ULONG RequestCookie, NTSTATUS PropStatus);
NTKERNELAPI NTSTATUS NTAPI NtQueryInformationEnlistment(HANDLE EnlistmentHandle, ENLISTMENT_INFORMATION_CLASS EnlistmentInformationClass,
    PVOID EnlistmentInformation, ULONG EnlistmentInformationLength, PULONG ReturnLength);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtQueryInformationResourceManager(HANDLE ResourceManagerHandle,
    RESOURCEMANAGER_INFORMATION_CLASS ResourceManagerInformationClass, PVOID ResourceManagerInformation, ULONG ResourceManagerInformationLength,
    PULONG ReturnLength);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtQueryInformationTransaction(HANDLE TransactionHandle, TRANSACTION_INFORMATION_CLASS TransactionInformationClass,
    PVOID TransactionInformation, ULONG TransactionInformationLength, PULONG ReturnLength);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtQueryInformationTransactionManager(HANDLE TransactionManagerHandle,
    TRANSACTIONMANAGER_INFORMATION_CLASS TransactionManagerInformationClass, PVOID TransactionManagerInformation,
    ULONG TransactionManagerInformationLength, PULONG ReturnLength);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtReadOnlyEnlistment(HANDLE EnlistmentHandle, PLARGE_INTEGER TmVirtualClock);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtRecoverEnlistment(HANDLE EnlistmentHandle, PVOID EnlistmentKey);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtRecoverResourceManager(HANDLE ResourceManagerHandle);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtRecoverTransactionManager(HANDLE TransactionManagerHandle);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtRegisterProtocolAddressInformation(HANDLE ResourceManager, PCRM_PROTOCOL_ID ProtocolId, ULONG ProtocolInformationSize,
    PVOID ProtocolInformation, ULONG CreateOptions);
NTKERNELAPI NTSTATUS NTAPI NtRenameTransactionManager(PUNICODE_STRING LogFileName, LPGUID ExistingTransactionManagerGuid);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtRollbackComplete(HANDLE EnlistmentHandle, PLARGE_INTEGER TmVirtualClock);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtRollbackEnlistment(HANDLE EnlistmentHandle, PLARGE_INTEGER TmVirtualClock);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtRollbackTransaction(HANDLE TransactionHandle, BOOLEAN Wait);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtRollforwardTransactionManager(HANDLE TransactionManagerHandle, PLARGE_INTEGER TmVirtualClock);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtSetInformationEnlistment(HANDLE EnlistmentHandle, ENLISTMENT_INFORMATION_CLASS EnlistmentInformationClass,
    PVOID EnlistmentInformation, ULONG EnlistmentInformationLength);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtSetInformationResourceManager(HANDLE ResourceManagerHandle,
    RESOURCEMANAGER_INFORMATION_CLASS ResourceManagerInformationClass, PVOID ResourceManagerInformation, ULONG ResourceManagerInformationLength);
NTKERNELAPI NTSTATUS NTAPI NtSetInformationTransaction(HANDLE TransactionHandle, TRANSACTION_INFORMATION_CLASS TransactionInformationClass,
    PVOID TransactionInformation, ULONG TransactionInformationLength);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtSetInformationTransactionManager(HANDLE TmHandle,
    TRANSACTIONMANAGER_INFORMATION_CLASS TransactionManagerInformationClass, PVOID TransactionManagerInformation,
    ULONG TransactionManagerInformationLength);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtSinglePhaseReject(HANDLE EnlistmentHandle, PLARGE_INTEGER TmVirtualClock);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ObCloseHandle(HANDLE Handle, KPROCESSOR_MODE PreviousMode);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI ObDereferenceObjectDeferDelete(PVOID Object);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI ObDereferenceObjectDeferDeleteWithTag(PVOID Object, ULONG Tag);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI USHORT NTAPI ObGetFilterVersion(void);
NTKERNELAPI NTSTATUS NTAPI ObGetObjectSecurity(PVOID Object, PSECURITY_DESCRIPTOR *SecurityDescriptor, PBOOLEAN MemoryAllocated);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ObReferenceObjectByHandle(HANDLE Handle, ACCESS_MASK DesiredAccess, POBJECT_TYPE ObjectType, KPROCESSOR_MODE AccessMode,
    PVOID *Object, POBJECT_HANDLE_INFORMATION HandleInformation);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ObReferenceObjectByHandleWithTag(HANDLE Handle, ACCESS_MASK DesiredAccess, POBJECT_TYPE ObjectType,
    KPROCESSOR_MODE AccessMode, ULONG Tag, PVOID *Object, POBJECT_HANDLE_INFORMATION HandleInformation);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ObReferenceObjectByPointer(PVOID Object, ACCESS_MASK DesiredAccess, POBJECT_TYPE ObjectType, KPROCESSOR_MODE AccessMode);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ObReferenceObjectByPointerWithTag(PVOID Object, ACCESS_MASK DesiredAccess, POBJECT_TYPE ObjectType,
    KPROCESSOR_MODE AccessMode, ULONG Tag);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI BOOLEAN NTAPI ObReferenceObjectSafe(PVOID Object);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI BOOLEAN NTAPI ObReferenceObjectSafeWithTag(PVOID Object, ULONG Tag);
NTKERNELAPI NTSTATUS NTAPI ObRegisterCallbacks(POB_CALLBACK_REGISTRATION CallbackRegistration, PVOID *RegistrationHandle);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI ObReleaseObjectSecurity(PSECURITY_DESCRIPTOR SecurityDescriptor, BOOLEAN MemoryAllocated);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI ObUnRegisterCallbacks(PVOID RegistrationHandle);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI PsCreateSystemThread(PHANDLE ThreadHandle, ULONG DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, HANDLE ProcessHandle,
    PCLIENT_ID ClientId, PKSTART_ROUTINE StartRoutine, PVOID StartContext);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI BOOLEAN NTAPI PsGetVersion(PULONG MajorVersion, PULONG MinorVersion, PULONG BuildNumber, PUNICODE_STRING CSDVersion);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI ULONG64 NTAPI PsQueryTotalCycleTimeProcess(PEPROCESS Process, PULONG64 CycleTimeStamp);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI PsTerminateSystemThread(NTSTATUS ExitStatus);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI PsWrapApcWow64Thread(PVOID *ApcContext, PVOID *ApcRoutine);
NTKERNELAPI NTSTATUS NTAPI ZwClose(HANDLE Handle);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwMakeTemporaryObject(HANDLE Handle);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwQueryInformationByName(POBJECT_ATTRIBUTES ObjectAttributes, PIO_STATUS_BLOCK IoStatusBlock, PVOID FileInformation,
    ULONG Length, FILE_INFORMATION_CLASS FileInformationClass);  /* IRQL PASSIVE_LEVEL */

#endif
