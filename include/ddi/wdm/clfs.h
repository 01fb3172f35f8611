/*
 * wdm/clfs.h: the common log file system.
 * learn.microsoft.com/windows-hardware/drivers/kernel/introduction-to-the-common-log-file-system
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/wdm/ + nf-wdm-<function>, ns-wdm-_<structure>, ne-wdm-_<enumeration>, nc-wdm-<callback>, all lower case.
 * A part of wdm.h: include that.
 */
#ifndef FLUE_DDI_WDM_CLFS_H
#define FLUE_DDI_WDM_CLFS_H

#define CLFS_FLAG_NO_FLAGS                                      0
#define CLFS_FLAG_FORCE_APPEND                                  1
#define CLFS_FLAG_FORCE_FLUSH                                   2
#define CLFS_FLAG_USE_RESERVATION                               4
#define CLFS_FLAG_REENTRANT_FILE_SYSTEM                         8
#define CLFS_FLAG_NON_REENTRANT_FILTER                          0x10
#define CLFS_FLAG_REENTRANT_FILTER                              0x20
#define CLFS_FLAG_IGNORE_SHARE_ACCESS                           0x40
#define CLFS_FLAG_READ_IN_PROGRESS                              0x80
#define CLFS_FLAG_MINIFILTER_LEVEL                              0x00000100
#define CLFS_FLAG_HIDDEN_SYSTEM_LOG                             0x00000200
#define CLFS_FLAG_FILTER_INTERMEDIATE_LEVEL                     0x10
#define CLFS_FLAG_FILTER_TOP_LEVEL                              0x20
#define ClfsNullRecord                                          0
#define ClfsDataRecord                                          1
#define ClfsRestartRecord                                       2
#define ClfsClientRecord                                        3
#define ClsContainerInitializing                                1
#define ClsContainerInactive                                    2
#define ClsContainerActive                                      4
#define ClsContainerActivePendingDelete                         8
#define ClsContainerPendingArchive                              0x10
#define ClsContainerPendingArchiveAndDelete                     0x20
#define ClfsContainerInitializing                               1
#define ClfsContainerInactive                                   2
#define ClfsContainerActive                                     4
#define ClfsContainerActivePendingDelete                        8
#define ClfsContainerPendingArchive                             0x10
#define ClfsContainerPendingArchiveAndDelete                    0x20
#define CLFS_MAX_CONTAINER_INFO                                 0x00000100
#define CLFS_SCAN_INIT                                          1
#define CLFS_SCAN_FORWARD                                       2
#define CLFS_SCAN_BACKWARD                                      4
#define CLFS_SCAN_CLOSE                                         8
#define CLFS_SCAN_INITIALIZED                                   0x10
#define CLFS_SCAN_BUFFERED                                      0x20
#define CLFS_MGMT_NUM_POLICIES                                  10
#define CLFS_LOG_SIZE_MINIMUM                                   ((ULONGLONG)0)
#define CLFS_LOG_SIZE_MAXIMUM                                   0xFFFFFFFFFFFFFFFFULL
#define CLFS_MGMT_POLICY_VERSION                                1
#define LOG_POLICY_OVERWRITE                                    1
#define LOG_POLICY_PERSIST                                      2
#define CLFS_MGMT_CLIENT_REGISTRATION_VERSION                   1

typedef ULONG CLFS_CONTAINER_ID;
typedef UINT32 CLS_CONTAINER_STATE;
typedef CLS_CONTAINER_STATE CLFS_CONTAINER_STATE;
typedef UCHAR CLS_RECORD_TYPE;
typedef CLS_RECORD_TYPE CLFS_RECORD_TYPE;
typedef UCHAR CLFS_SCAN_MODE;

struct _CLS_LSN {
    ULONGLONG Internal;
};

typedef struct _CLFS_NODE_ID {
    ULONG cType;
    ULONG cbNode;
} CLFS_NODE_ID, *PCLFS_NODE_ID;

struct _CLS_WRITE_ENTRY {
    PVOID Buffer;
    ULONG ByteLength;
};

struct _CLS_INFORMATION {
    LONGLONG TotalAvailable;
    LONGLONG CurrentAvailable;
    LONGLONG TotalReservation;
    ULONGLONG BaseFileSize;
    ULONGLONG ContainerSize;
    ULONG TotalContainers;
    ULONG FreeContainers;
    ULONG TotalClients;
    ULONG Attributes;
    ULONG FlushThreshold;
    ULONG SectorSize;
    CLS_LSN MinArchiveTailLsn;
    CLS_LSN BaseLsn;
    CLS_LSN LastFlushedLsn;
    CLS_LSN LastLsn;
    CLS_LSN RestartLsn;
    GUID Identity;
};

typedef struct _CLFS_LOG_NAME_INFORMATION {
    USHORT NameLengthInBytes;
    WCHAR Name[1];
} CLFS_LOG_NAME_INFORMATION, *PCLFS_LOG_NAME_INFORMATION;

typedef struct _CLFS_STREAM_ID_INFORMATION {
    UCHAR StreamIdentifier;
} CLFS_STREAM_ID_INFORMATION, *PCLFS_STREAM_ID_INFORMATION;

typedef CLS_LSN CLFS_LSN;

typedef struct _CLFS_PHYSICAL_LSN_INFORMATION {
    UCHAR StreamIdentifier;
    CLFS_LSN VirtualLsn;
    CLFS_LSN PhysicalLsn;
} CLFS_PHYSICAL_LSN_INFORMATION, *PCLFS_PHYSICAL_LSN_INFORMATION;

struct _CLS_CONTAINER_INFORMATION {
    ULONG FileAttributes;
    ULONGLONG CreationTime;
    ULONGLONG LastAccessTime;
    ULONGLONG LastWriteTime;
    LONGLONG ContainerSize;
    ULONG FileNameActualLength;
    ULONG FileNameLength;
    WCHAR FileName[256];
    CLFS_CONTAINER_STATE State;
    CLFS_CONTAINER_ID PhysicalContainerId;
    CLFS_CONTAINER_ID LogicalContainerId;
};

typedef enum _CLFS_IOSTATS_CLASS {
    ClfsIoStatsDefault,
    ClfsIoStatsMax = 65535,
} CLFS_IOSTATS_CLASS, *PCLFS_IOSTATS_CLASS;

struct _CLS_IO_STATISTICS_HEADER {
    UCHAR ubMajorVersion;
    UCHAR ubMinorVersion;
    CLFS_IOSTATS_CLASS eStatsClass;
    USHORT cbLength;
    ULONG coffData;
};

struct _CLS_IO_STATISTICS {
    CLS_IO_STATISTICS_HEADER hdrIoStats;
    ULONGLONG cFlush;
    ULONGLONG cbFlush;
    ULONGLONG cMetaFlush;
    ULONGLONG cbMetaFlush;
};

struct _CLS_SCAN_CONTEXT {
    CLFS_NODE_ID cidNode;
    PLOG_FILE_OBJECT plfoLog;
    ULONG cIndex;
    DECLSPEC_ALIGN(8) ULONG cContainers;
    DECLSPEC_ALIGN(8) ULONG cContainersReturned;
    DECLSPEC_ALIGN(8) CLFS_SCAN_MODE eScanMode;
    PCLS_CONTAINER_INFORMATION pinfoContainer;
};

struct _CLS_ARCHIVE_DESCRIPTOR {
    ULONGLONG coffLow;
    ULONGLONG coffHigh;
    CLS_CONTAINER_INFORMATION infoContainer;
};

typedef enum _CLFS_MGMT_POLICY_TYPE {
    ClfsMgmtPolicyMaximumSize,
    ClfsMgmtPolicyMinimumSize,
    ClfsMgmtPolicyNewContainerSize,
    ClfsMgmtPolicyGrowthRate,
    ClfsMgmtPolicyLogTail,
    ClfsMgmtPolicyAutoShrink,
    ClfsMgmtPolicyAutoGrow,
    ClfsMgmtPolicyNewContainerPrefix,
    ClfsMgmtPolicyNewContainerSuffix,
    ClfsMgmtPolicyNewContainerExtension,
    ClfsMgmtPolicyInvalid,
} CLFS_MGMT_POLICY_TYPE, *PCLFS_MGMT_POLICY_TYPE;

typedef struct _CLFS_MGMT_POLICY {
    ULONG Version;
    ULONG LengthInBytes;
    ULONG PolicyFlags;
    CLFS_MGMT_POLICY_TYPE PolicyType;
    union {
        struct {
            ULONG Containers;
        } MaximumSize;
        struct {
            ULONG Containers;
        } MinimumSize;
        struct {
            ULONG SizeInBytes;
        } NewContainerSize;
        struct {
            ULONG AbsoluteGrowthInContainers;
            ULONG RelativeGrowthPercentage;
        } GrowthRate;
        struct {
            ULONG MinimumAvailablePercentage;
            ULONG MinimumAvailableContainers;
        } LogTail;
        struct {
            ULONG Percentage;
        } AutoShrink;
        struct {
            ULONG Enabled;
        } AutoGrow;
        struct {
            USHORT PrefixLengthInBytes;
            WCHAR PrefixString[1];
        } NewContainerPrefix;
        struct {
            ULONGLONG NextContainerSuffix;
        } NewContainerSuffix;
        struct {
            USHORT ExtensionLengthInBytes;
            WCHAR ExtensionString[1];
        } NewContainerExtension;
    } PolicyParameters;
} CLFS_MGMT_POLICY, *PCLFS_MGMT_POLICY;

typedef enum _CLFS_MGMT_NOTIFICATION_TYPE {
    ClfsMgmtAdvanceTailNotification,
    ClfsMgmtLogFullHandlerNotification,
    ClfsMgmtLogUnpinnedNotification,
    ClfsMgmtLogWriteNotification,
} CLFS_MGMT_NOTIFICATION_TYPE, *PCLFS_MGMT_NOTIFICATION_TYPE;

typedef struct _CLFS_MGMT_NOTIFICATION {
    CLFS_MGMT_NOTIFICATION_TYPE Notification;
    CLFS_LSN Lsn;
    USHORT LogIsPinned;
} CLFS_MGMT_NOTIFICATION, *PCLFS_MGMT_NOTIFICATION;

typedef CLFS_LSN *PCLFS_LSN;
typedef NTSTATUS (NTAPI *PCLFS_CLIENT_ADVANCE_TAIL_CALLBACK)(PLOG_FILE_OBJECT LogFile, PCLFS_LSN TargetLsn, PVOID ClientData);  /* IRQL <= APC_LEVEL */

typedef void (NTAPI *PCLFS_CLIENT_LFF_HANDLER_COMPLETE_CALLBACK)(PLOG_FILE_OBJECT LogFile, NTSTATUS OperationStatus, BOOLEAN LogIsPinned,
    PVOID ClientData);  /* IRQL <= APC_LEVEL */

typedef void (NTAPI *PCLFS_CLIENT_LOG_UNPINNED_CALLBACK)(PLOG_FILE_OBJECT LogFile, PVOID ClientData);  /* IRQL <= APC_LEVEL */

typedef struct _CLFS_MGMT_CLIENT_REGISTRATION {
    ULONG Version;
    PCLFS_CLIENT_ADVANCE_TAIL_CALLBACK AdvanceTailCallback;
    PVOID AdvanceTailCallbackData;
    PCLFS_CLIENT_LFF_HANDLER_COMPLETE_CALLBACK LogGrowthCompleteCallback;
    PVOID LogGrowthCompleteCallbackData;
    PCLFS_CLIENT_LOG_UNPINNED_CALLBACK LogUnpinnedCallback;
    PVOID LogUnpinnedCallbackData;
} CLFS_MGMT_CLIENT_REGISTRATION, *PCLFS_MGMT_CLIENT_REGISTRATION;

typedef CLS_WRITE_ENTRY CLFS_WRITE_ENTRY;
typedef GUID CLFS_LOG_ID;
typedef CLS_INFORMATION CLFS_INFORMATION;
typedef CLS_CONTAINER_INFORMATION CLFS_CONTAINER_INFORMATION;
typedef CLS_IO_STATISTICS_HEADER CLFS_IO_STATISTICS_HEADER;
typedef CLS_IO_STATISTICS CLFS_IO_STATISTICS;
typedef FILE_OBJECT LOG_FILE_OBJECT;
typedef CLS_SCAN_CONTEXT CLFS_SCAN_CONTEXT;
typedef CLS_ARCHIVE_DESCRIPTOR CLFS_ARCHIVE_DESCRIPTOR;
typedef PVOID (NTAPI *CLFS_BLOCK_ALLOCATION)(ULONG cbBufferLength, PVOID pvUserContext);
typedef void (NTAPI *CLFS_BLOCK_DEALLOCATION)(PVOID pvBuffer, PVOID pvUserContext);

typedef enum _CLFS_CONTEXT_MODE {
    ClfsContextNone,
    ClfsContextUndoNext,
    ClfsContextPrevious,
    ClfsContextForward,
} CLFS_CONTEXT_MODE, *PCLFS_CONTEXT_MODE;

typedef enum _CLFS_LOG_ARCHIVE_MODE {
    ClfsLogArchiveEnabled = 1,
    ClfsLogArchiveDisabled,
} CLFS_LOG_ARCHIVE_MODE, *PCLFS_LOG_ARCHIVE_MODE;

typedef CLS_LOG_INFORMATION_CLASS CLFS_LOG_INFORMATION_CLASS;
typedef PVOID CLFS_MGMT_CLIENT;
typedef CLFS_ARCHIVE_DESCRIPTOR *PCLFS_ARCHIVE_DESCRIPTOR;
typedef CLFS_CONTAINER_ID *PCLFS_CONTAINER_ID;
typedef CLFS_CONTAINER_INFORMATION *PCLFS_CONTAINER_INFORMATION;
typedef CLS_CONTAINER_STATE *PCLFS_CONTAINER_STATE;
typedef CLFS_INFORMATION *PCLFS_INFORMATION;
typedef CLFS_IO_STATISTICS *PCLFS_IO_STATISTICS;
typedef CLFS_IO_STATISTICS_HEADER *PCLFS_IO_STATISTICS_HEADER;
typedef CLFS_LOG_INFORMATION_CLASS *PCLFS_LOG_INFORMATION_CLASS;
typedef PVOID *PCLFS_MGMT_CLIENT;
typedef CLS_RECORD_TYPE *PCLFS_RECORD_TYPE;
typedef CLFS_SCAN_CONTEXT *PCLFS_SCAN_CONTEXT;
typedef UCHAR *PCLFS_SCAN_MODE;
typedef void (NTAPI *PCLFS_SET_LOG_SIZE_COMPLETE_CALLBACK)(PLOG_FILE_OBJECT LogFile, NTSTATUS OperationStatus, PVOID ClientData);
typedef CLFS_WRITE_ENTRY *PCLFS_WRITE_ENTRY;
typedef CLFS_ARCHIVE_DESCRIPTOR **PPCLFS_ARCHIVE_DESCRIPTOR;
typedef CLFS_CONTAINER_ID **PPCLFS_CONTAINER_ID;
typedef CLFS_CONTAINER_INFORMATION **PPCLFS_CONTAINER_INFORMATION;
typedef CLS_CONTAINER_STATE *PPCLFS_CONTAINER_STATE;
typedef enum _CLFS_CONTEXT_MODE **PPCLFS_CONTEXT_MODE;
typedef CLFS_INFORMATION *PPCLFS_INFORMATION;
typedef enum _CLFS_IOSTATS_CLASS **PPCLFS_IOSTATS_CLASS;
typedef CLFS_IO_STATISTICS **PPCLFS_IO_STATISTICS;
typedef CLFS_IO_STATISTICS_HEADER **PPCLFS_IO_STATISTICS_HEADER;
typedef CLFS_LOG_INFORMATION_CLASS **PPCLFS_LOG_INFORMATION_CLASS;
typedef struct _CLFS_LOG_NAME_INFORMATION **PPCLFS_LOG_NAME_INFORMATION;
typedef CLFS_LSN **PPCLFS_LSN;
typedef CLS_RECORD_TYPE **PPCLFS_RECORD_TYPE;
typedef CLFS_SCAN_CONTEXT **PPCLFS_SCAN_CONTEXT;
typedef struct _CLFS_STREAM_ID_INFORMATION **PPCLFS_STREAM_ID_INFORMATION;
typedef CLFS_WRITE_ENTRY **PPCLFS_WRITE_ENTRY;

extern NTKERNELAPI const CLFS_LSN CLFS_LSN_INVALID;
extern NTKERNELAPI const CLFS_LSN CLFS_LSN_NULL;
NTKERNELAPI NTSTATUS NTAPI ClfsAddLogContainer(PLOG_FILE_OBJECT plfoLog, PULONGLONG pcbContainer, PUNICODE_STRING puszContainerPath);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ClfsAddLogContainerSet(PLOG_FILE_OBJECT plfoLog, USHORT cContainers, PULONGLONG pcbContainer,
    PUNICODE_STRING rguszContainerPath);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ClfsAdvanceLogBase(PVOID pvMarshalContext, PCLFS_LSN plsnBase, ULONG fFlags);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ClfsAlignReservedLog(PVOID pvMarshalContext, ULONG cRecords, LONGLONG rgcbReservation[], PLONGLONG pcbAlignReservation);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ClfsAllocReservedLog(PVOID pvMarshalContext, ULONG cRecords, PLONGLONG pcbAdjustment);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ClfsCloseAndResetLogFile(PLOG_FILE_OBJECT plfoLog);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ClfsCloseLogFileObject(PLOG_FILE_OBJECT plfoLog);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ClfsCreateLogFile(PPLOG_FILE_OBJECT pplfoLog, PUNICODE_STRING puszLogFileName, ACCESS_MASK fDesiredAccess,
    ULONG dwShareMode, PSECURITY_DESCRIPTOR psdLogFile, ULONG fCreateDisposition, ULONG fCreateOptions, ULONG fFlagsAndAttributes,
    ULONG fLogOptionFlag, PVOID pvContext, ULONG cbContext);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ClfsCreateMarshallingArea(PLOG_FILE_OBJECT plfoLog, POOL_TYPE ePoolType, PALLOCATE_FUNCTION pfnAllocBuffer,
    PFREE_FUNCTION pfnFreeBuffer, ULONG cbMarshallingBuffer, ULONG cMaxWriteBuffers, ULONG cMaxReadBuffers, PVOID *ppvMarshalContext);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ClfsCreateScanContext(PLOG_FILE_OBJECT plfoLog, ULONG cFromContainer, ULONG cContainers, CLFS_SCAN_MODE eScanMode,
    PCLFS_SCAN_CONTEXT pcxScan);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ClfsDeleteLogByPointer(PLOG_FILE_OBJECT plfoLog);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ClfsDeleteLogFile(PUNICODE_STRING puszLogFileName, PVOID pvReserved, ULONG fLogOptionFlag, PVOID pvContext,
    ULONG cbContext);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ClfsDeleteMarshallingArea(PVOID pvMarshalContext);  /* IRQL <= APC_LEVEL */
NTKERNELAPI CLFS_LSN NTAPI ClfsEarlierLsn(PCLFS_LSN plsn);
NTKERNELAPI void NTAPI ClfsFinalize(void);
NTKERNELAPI NTSTATUS NTAPI ClfsFlushBuffers(PVOID pvMarshalContext);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ClfsFlushToLsn(PVOID pvMarshalContext, PCLFS_LSN plsnFlush, PCLFS_LSN plsnLastFlushed);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ClfsFreeReservedLog(PVOID pvMarshalContext, ULONG cRecords, PLONGLONG pcbAdjustment);
NTKERNELAPI NTSTATUS NTAPI ClfsGetContainerName(PLOG_FILE_OBJECT plfoLog, CLFS_CONTAINER_ID cidLogicalContainer, PUNICODE_STRING puszContainerName,
    PULONG pcActualLenContainerName);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ClfsGetIoStatistics(PLOG_FILE_OBJECT plfoLog, PVOID pvStatsBuffer, ULONG cbStatsBuffer, CLFS_IOSTATS_CLASS eStatsClass,
    PULONG pcbStatsWritten);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ClfsGetLastLsn(PLOG_FILE_OBJECT plfoLog, PCLFS_LSN plsnLast);
NTKERNELAPI NTSTATUS NTAPI ClfsGetLogFileInformation(PLOG_FILE_OBJECT plfoLog, PCLFS_INFORMATION pinfoBuffer, PULONG pcbInfoBuffer);
NTKERNELAPI NTSTATUS NTAPI ClfsInitialize(void);
NTKERNELAPI CLFS_LSN NTAPI ClfsLaterLsn(PCLFS_LSN plsn);
NTKERNELAPI ULONG NTAPI ClfsLsnBlockOffset(const CLFS_LSN *plsn);  /* any IRQL */
NTKERNELAPI CLFS_CONTAINER_ID NTAPI ClfsLsnContainer(const CLFS_LSN *plsn);  /* any IRQL */
NTKERNELAPI CLFS_LSN NTAPI ClfsLsnCreate(CLFS_CONTAINER_ID cidContainer, ULONG offBlock, ULONG cRecord);  /* any IRQL */
NTKERNELAPI NTSTATUS NTAPI ClfsLsnDifference(PCLFS_LSN plsnStart, PCLFS_LSN plsnFinish, ULONG cbContainer, ULONG cbMaxBlock, PLONGLONG pcbDifference);
NTKERNELAPI BOOLEAN NTAPI ClfsLsnEqual(const CLFS_LSN *plsn1, const CLFS_LSN *plsn2);  /* any IRQL */
NTKERNELAPI BOOLEAN NTAPI ClfsLsnGreater(const CLFS_LSN *plsn1, const CLFS_LSN *plsn2);  /* any IRQL */
NTKERNELAPI CLFS_LSN NTAPI ClfsLsnIncrement(PCLFS_LSN plsn);
NTKERNELAPI BOOLEAN NTAPI ClfsLsnInvalid(const CLFS_LSN *plsn);
NTKERNELAPI BOOLEAN NTAPI ClfsLsnLess(const CLFS_LSN *plsn1, const CLFS_LSN *plsn2);  /* any IRQL */
NTKERNELAPI BOOLEAN NTAPI ClfsLsnNull(const CLFS_LSN *plsn);  /* any IRQL */
NTKERNELAPI ULONG NTAPI ClfsLsnRecordSequence(const CLFS_LSN *plsn);  /* any IRQL */
NTKERNELAPI NTSTATUS NTAPI ClfsMgmtDeregisterManagedClient(CLFS_MGMT_CLIENT ClientCookie);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ClfsMgmtHandleLogFileFull(CLFS_MGMT_CLIENT Client);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ClfsMgmtInstallPolicy(PLOG_FILE_OBJECT LogFile, PCLFS_MGMT_POLICY Policy, ULONG PolicyLength);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ClfsMgmtQueryPolicy(PLOG_FILE_OBJECT LogFile, CLFS_MGMT_POLICY_TYPE PolicyType, PCLFS_MGMT_POLICY Policy,
    PULONG PolicyLength);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ClfsMgmtRegisterManagedClient(PLOG_FILE_OBJECT LogFile, PCLFS_MGMT_CLIENT_REGISTRATION RegistrationData,
    PCLFS_MGMT_CLIENT ClientCookie);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ClfsMgmtRemovePolicy(PLOG_FILE_OBJECT LogFile, CLFS_MGMT_POLICY_TYPE PolicyType);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ClfsMgmtSetLogFileSize(PLOG_FILE_OBJECT LogFile, PULONGLONG NewSizeInContainers, PULONGLONG ResultingSizeInContainers,
    PCLFS_SET_LOG_SIZE_COMPLETE_CALLBACK CompletionRoutine, PVOID CompletionRoutineData);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ClfsMgmtSetLogFileSizeAsClient(PLOG_FILE_OBJECT LogFile, PCLFS_MGMT_CLIENT ClientCookie, PULONGLONG NewSizeInContainers,
    PULONGLONG ResultingSizeInContainers, PCLFS_SET_LOG_SIZE_COMPLETE_CALLBACK CompletionRoutine, PVOID CompletionRoutineData);
NTKERNELAPI NTSTATUS NTAPI ClfsMgmtTailAdvanceFailure(CLFS_MGMT_CLIENT Client, NTSTATUS Reason);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ClfsQueryLogFileInformation(PLOG_FILE_OBJECT plfoLog, CLFS_LOG_INFORMATION_CLASS eInformationClass, PVOID pinfoInputBuffer,
    ULONG cbinfoInputBuffer, PVOID pinfoBuffer, PULONG pcbInfoBuffer);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ClfsReadLogRecord(PVOID pvMarshalContext, PCLFS_LSN plsnFirst, CLFS_CONTEXT_MODE peContextMode, PVOID *ppvReadBuffer,
    PULONG pcbReadBuffer, PCLFS_RECORD_TYPE peRecordType, PCLFS_LSN plsnUndoNext, PCLFS_LSN plsnPrevious, PVOID *ppvReadContext);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ClfsReadNextLogRecord(PVOID pvReadContext, PVOID *ppvBuffer, PULONG pcbBuffer, PCLFS_RECORD_TYPE peRecordType,
    PCLFS_LSN plsnUser, PCLFS_LSN plsnUndoNext, PCLFS_LSN plsnPrevious, PCLFS_LSN plsnRecord);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ClfsReadPreviousRestartArea(PVOID pvReadContext, PVOID *ppvRestartBuffer, PULONG pcbRestartBuffer, PCLFS_LSN plsnRestart);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ClfsReadRestartArea(PVOID pvMarshalContext, PVOID *ppvRestartBuffer, PULONG pcbRestartBuffer, PCLFS_LSN plsn,
    PVOID *ppvReadContext);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ClfsRemoveLogContainer(PLOG_FILE_OBJECT plfoLog, PUNICODE_STRING puszContainerPath, BOOLEAN fForce);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ClfsRemoveLogContainerSet(PLOG_FILE_OBJECT plfoLog, USHORT cContainers, PUNICODE_STRING rgwszContainerPath,
    BOOLEAN fForce);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ClfsReserveAndAppendLog(PVOID pvMarshalContext, PCLFS_WRITE_ENTRY rgWriteEntries, ULONG cWriteEntries,
    PCLFS_LSN plsnUndoNext, PCLFS_LSN plsnPrevious, ULONG cReserveRecords, PLONGLONG rgcbReservation, ULONG fFlags, PCLFS_LSN plsn);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ClfsReserveAndAppendLogAligned(PVOID pvMarshalContext, PCLFS_WRITE_ENTRY rgWriteEntries, ULONG cWriteEntries,
    ULONG cbEntryAlignment, PCLFS_LSN plsnUndoNext, PCLFS_LSN plsnPrevious, ULONG cReserveRecords, PLONGLONG rgcbReservation, ULONG fFlags,
    PCLFS_LSN plsn);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ClfsScanLogContainers(PCLFS_SCAN_CONTEXT pcxScan, CLFS_SCAN_MODE eScanMode);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ClfsSetArchiveTail(PLOG_FILE_OBJECT plfoLog, PCLFS_LSN plsnArchiveTail);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ClfsSetEndOfLog(PLOG_FILE_OBJECT plfoLog, PCLFS_LSN plsnEnd);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ClfsSetLogFileInformation(PLOG_FILE_OBJECT plfoLog, CLFS_LOG_INFORMATION_CLASS eInformationClass, PVOID pinfoBuffer,
    ULONG cbBuffer);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ClfsTerminateReadLog(PVOID pvCursorContext);  /* IRQL <= APC_LEVEL */
NTKERNELAPI BOOLEAN NTAPI ClfsValidTopLevelContext(PIRP pirpTopLevelContext);
NTKERNELAPI NTSTATUS NTAPI ClfsWriteRestartArea(PVOID pvMarshalContext, PVOID pvRestartBuffer, ULONG cbRestartBuffer, PCLFS_LSN plsnBase,
    ULONG fFlags, PULONG pcbWritten, PCLFS_LSN plsnNext);  /* IRQL <= APC_LEVEL */

#endif
