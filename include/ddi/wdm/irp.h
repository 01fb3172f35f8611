/*
 * wdm/irp.h: I/O request packets.
 * learn.microsoft.com/windows-hardware/drivers/kernel/introduction-to-irps
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/wdm/ + nf-wdm-<function>, ns-wdm-_<structure>, ne-wdm-_<enumeration>, nc-wdm-<callback>, all lower case.
 * A part of wdm.h: include that.
 */
#ifndef FLUE_DDI_WDM_IRP_H
#define FLUE_DDI_WDM_IRP_H

#define IO_TYPE_ADAPTER                                         1
#define IO_TYPE_CONTROLLER                                      2
#define IO_TYPE_DEVICE                                          3
#define IO_TYPE_DRIVER                                          4
#define IO_TYPE_FILE                                            5
#define IO_TYPE_IRP                                             6
#define IO_TYPE_MASTER_ADAPTER                                  7
#define IO_TYPE_OPEN_PACKET                                     8
#define IO_TYPE_VPB                                             10
#define IO_TYPE_ERROR_LOG                                       11
#define IO_TYPE_ERROR_MESSAGE                                   12
#define IO_TYPE_DEVICE_OBJECT_EXTENSION                         13
#define IRP_MJ_CREATE                                           0
#define IRP_MJ_CREATE_NAMED_PIPE                                1
#define IRP_MJ_CLOSE                                            2
#define IRP_MJ_READ                                             3
#define IRP_MJ_WRITE                                            4
#define IRP_MJ_QUERY_INFORMATION                                5
#define IRP_MJ_SET_INFORMATION                                  6
#define IRP_MJ_QUERY_EA                                         7
#define IRP_MJ_SET_EA                                           8
#define IRP_MJ_FLUSH_BUFFERS                                    9
#define IRP_MJ_QUERY_VOLUME_INFORMATION                         10
#define IRP_MJ_SET_VOLUME_INFORMATION                           11
#define IRP_MJ_DIRECTORY_CONTROL                                12
#define IRP_MJ_FILE_SYSTEM_CONTROL                              13
#define IRP_MJ_DEVICE_CONTROL                                   14
#define IRP_MJ_INTERNAL_DEVICE_CONTROL                          15
#define IRP_MJ_SHUTDOWN                                         0x10
#define IRP_MJ_LOCK_CONTROL                                     17
#define IRP_MJ_CLEANUP                                          18
#define IRP_MJ_CREATE_MAILSLOT                                  19
#define IRP_MJ_QUERY_SECURITY                                   20
#define IRP_MJ_SET_SECURITY                                     21
#define IRP_MJ_SYSTEM_CONTROL                                   23
#define IRP_MJ_DEVICE_CHANGE                                    24
#define IRP_MJ_QUERY_QUOTA                                      25
#define IRP_MJ_SET_QUOTA                                        26
#define IRP_MJ_PNP                                              27
#define IRP_MJ_MAXIMUM_FUNCTION                                 27
#define IRP_MJ_SCSI                                             15
#define IRP_MN_SCSI_CLASS                                       1
#define IRP_MN_START_DEVICE                                     0
#define IRP_MN_QUERY_REMOVE_DEVICE                              1
#define IRP_MN_REMOVE_DEVICE                                    2
#define IRP_MN_CANCEL_REMOVE_DEVICE                             3
#define IRP_MN_STOP_DEVICE                                      4
#define IRP_MN_QUERY_STOP_DEVICE                                5
#define IRP_MN_CANCEL_STOP_DEVICE                               6
#define IRP_MN_QUERY_CAPABILITIES                               9
#define IRP_MN_QUERY_RESOURCES                                  10
#define IRP_MN_QUERY_RESOURCE_REQUIREMENTS                      11
#define IRP_MN_FILTER_RESOURCE_REQUIREMENTS                     13
#define IRP_MN_READ_CONFIG                                      15
#define IRP_MN_WRITE_CONFIG                                     0x10
#define IRP_MN_EJECT                                            17
#define IRP_MN_SET_LOCK                                         18
#define IRP_MN_QUERY_ID                                         19
#define IRP_MN_QUERY_PNP_DEVICE_STATE                           20
#define IRP_MN_SURPRISE_REMOVAL                                 23
#define IRP_MN_DEVICE_ENUMERATED                                25
#define IRP_MN_QUERY_ALL_DATA                                   0
#define IRP_MN_QUERY_SINGLE_INSTANCE                            1
#define IRP_MN_CHANGE_SINGLE_INSTANCE                           2
#define IRP_MN_CHANGE_SINGLE_ITEM                               3
#define IRP_MN_ENABLE_EVENTS                                    4
#define IRP_MN_DISABLE_EVENTS                                   5
#define IRP_MN_ENABLE_COLLECTION                                6
#define IRP_MN_DISABLE_COLLECTION                               7
#define IRP_MN_REGINFO                                          8
#define IRP_MN_EXECUTE_METHOD                                   9
#define IRP_MN_REGINFO_EX                                       11
#define FO_QUEUE_IRP_TO_THREAD                                  0x00000400
#define IRP_NOCACHE                                             1
#define IRP_PAGING_IO                                           2
#define IRP_MOUNT_COMPLETION                                    2
#define IRP_SYNCHRONOUS_API                                     4
#define IRP_ASSOCIATED_IRP                                      8
#define IRP_BUFFERED_IO                                         0x10
#define IRP_DEALLOCATE_BUFFER                                   0x20
#define IRP_INPUT_OPERATION                                     0x40
#define IRP_SYNCHRONOUS_PAGING_IO                               0x40
#define IRP_CREATE_OPERATION                                    0x80
#define IRP_READ_OPERATION                                      0x00000100
#define IRP_WRITE_OPERATION                                     0x00000200
#define IRP_CLOSE_OPERATION                                     0x00000400
#define IRP_DEFER_IO_COMPLETION                                 0x00000800
#define IRP_OB_QUERY_NAME                                       0x00001000
#define IRP_HOLD_DEVICE_QUEUE                                   0x00002000
#define IRP_UM_DRIVER_INITIATED_IO                              0x00400000
#define IRP_QUOTA_CHARGED                                       1
#define IRP_ALLOCATED_MUST_SUCCEED                              2
#define IRP_ALLOCATED_FIXED_SIZE                                4
#define SL_PENDING_RETURNED                                     1
#define SL_ERROR_RETURNED                                       2
#define SL_INVOKE_ON_CANCEL                                     0x20
#define SL_INVOKE_ON_SUCCESS                                    0x40
#define SL_INVOKE_ON_ERROR                                      0x80
#define SL_FORCE_ACCESS_CHECK                                   1
#define SL_OPEN_PAGING_FILE                                     2
#define SL_OPEN_TARGET_DIRECTORY                                4
#define SL_STOP_ON_SYMLINK                                      8
#define SL_IGNORE_READONLY_ATTRIBUTE                            0x40
#define SL_CASE_SENSITIVE                                       0x80
#define SL_KEY_SPECIFIED                                        1
#define SL_OVERRIDE_VERIFY_VOLUME                               2
#define SL_WRITE_THROUGH                                        4
#define SL_FT_SEQUENTIAL_WRITE                                  8
#define SL_FORCE_DIRECT_WRITE                                   0x10
#define SL_REALTIME_STREAM                                      0x20
#define SL_FORCE_ASYNCHRONOUS                                   1
#define SL_READ_ACCESS_GRANTED                                  1
#define SL_WRITE_ACCESS_GRANTED                                 4
#define SL_FAIL_IMMEDIATELY                                     1
#define SL_EXCLUSIVE_LOCK                                       2
#define SL_RESTART_SCAN                                         1
#define SL_RETURN_SINGLE_ENTRY                                  2
#define SL_INDEX_SPECIFIED                                      4
#define SL_RETURN_ON_DISK_ENTRIES_ONLY                          8
#define SL_QUERY_DIRECTORY_MASK                                 0x0000000B
#define SL_WATCH_TREE                                           1
#define SL_ALLOW_RAW_MOUNT                                      1
#define SL_BYPASS_ACCESS_CHECK                                  1
#define DEVICE_WITH_IRP_EXTENSION                               0xFFFFFFFFFFFFFFFFULL
#define IO_TYPE_CSQ_IRP_CONTEXT                                 1
#define IO_TYPE_CSQ                                             2
#define IO_TYPE_CSQ_EX                                          3
#define IO_SET_IRP_IO_ATTRIBUTION_FROM_THREAD                   1
#define IO_SET_IRP_IO_ATTRIBUTION_FROM_PROCESS                  2
#define IO_SET_IRP_IO_ATTRIBUTION_FLAGS_MASK                    3

struct _IO_STATUS_BLOCK {
    union {
        NTSTATUS Status;
        PVOID Pointer;
    };
    ULONG_PTR Information;
};

typedef struct _IO_STATUS_BLOCK32 {
    NTSTATUS Status;
    ULONG Information;
} IO_STATUS_BLOCK32, *PIO_STATUS_BLOCK32;

struct _IO_COMPLETION_CONTEXT {
    PVOID Port;
    PVOID Key;
};

typedef void NTAPI DRIVER_CANCEL(struct _DEVICE_OBJECT *DeviceObject, struct _IRP *Irp);  /* IRQL DISPATCH_LEVEL */
typedef DRIVER_CANCEL *PDRIVER_CANCEL;
struct _ETHREAD;
typedef struct _ETHREAD *PETHREAD;
typedef struct _IO_STACK_LOCATION IO_STACK_LOCATION, *PIO_STACK_LOCATION;

/* An I/O request packet; its stack locations follow it in memory. learn.microsoft.com/windows-hardware/drivers/ddi/wdm/ns-wdm-_irp */
struct DECLSPEC_ALIGN(16) _IRP {
    CSHORT Type;
    USHORT Size;
    PMDL MdlAddress;
    ULONG Flags;
    union {
        struct _IRP *MasterIrp;
        LONG IrpCount;
        PVOID SystemBuffer;
    } AssociatedIrp;
    LIST_ENTRY ThreadListEntry;
    IO_STATUS_BLOCK IoStatus;
    KPROCESSOR_MODE RequestorMode;
    BOOLEAN PendingReturned;
    CHAR StackCount;
    CHAR CurrentLocation;
    BOOLEAN Cancel;
    KIRQL CancelIrql;
    CCHAR ApcEnvironment;
    UCHAR AllocationFlags;
    PIO_STATUS_BLOCK UserIosb;
    PKEVENT UserEvent;
    union {
        struct {
            union {
                PIO_APC_ROUTINE UserApcRoutine;
                PVOID IssuingProcess;
            };
            PVOID UserApcContext;
        } AsynchronousParameters;
        LARGE_INTEGER AllocationSize;
    } Overlay;
    PDRIVER_CANCEL CancelRoutine;
    PVOID UserBuffer;
    union {
        struct {
            union {
                KDEVICE_QUEUE_ENTRY DeviceQueueEntry;
                PVOID DriverContext[4];
            };
            PETHREAD Thread;
            PCHAR AuxiliaryBuffer;
            LIST_ENTRY ListEntry;
            union {
                struct _IO_STACK_LOCATION *CurrentStackLocation;
                ULONG PacketType;
            };
            PFILE_OBJECT OriginalFileObject;
        } Overlay;
        KAPC Apc;
        PVOID CompletionKey;
    } Tail;
};

typedef struct _IO_SECURITY_CONTEXT IO_SECURITY_CONTEXT, *PIO_SECURITY_CONTEXT;
struct _SCSI_REQUEST_BLOCK;

typedef enum _DEVICE_RELATION_TYPE {
    BusRelations,
    EjectionRelations,
    PowerRelations,
    RemovalRelations,
    TargetDeviceRelation,
    SingleBusRelations,
    TransportRelations,
} DEVICE_RELATION_TYPE, *PDEVICE_RELATION_TYPE;

typedef struct _INTERFACE INTERFACE, *PINTERFACE;
typedef struct _DEVICE_CAPABILITIES DEVICE_CAPABILITIES, *PDEVICE_CAPABILITIES;

typedef enum BUS_QUERY_ID_TYPE {
    BusQueryDeviceID,
    BusQueryHardwareIDs,
    BusQueryCompatibleIDs,
    BusQueryInstanceID,
    BusQueryDeviceSerialNumber,
    BusQueryContainerID,
} BUS_QUERY_ID_TYPE, *PBUS_QUERY_ID_TYPE;

typedef enum DEVICE_TEXT_TYPE {
    DeviceTextDescription,
    DeviceTextLocationInformation,
} DEVICE_TEXT_TYPE, *PDEVICE_TEXT_TYPE;

typedef enum _DEVICE_USAGE_NOTIFICATION_TYPE {
    DeviceUsageTypeUndefined,
    DeviceUsageTypePaging,
    DeviceUsageTypeHibernation,
    DeviceUsageTypeDumpFile,
    DeviceUsageTypeBoot,
    DeviceUsageTypePostDisplay,
} DEVICE_USAGE_NOTIFICATION_TYPE;

typedef NTSTATUS NTAPI IO_COMPLETION_ROUTINE(PDEVICE_OBJECT DeviceObject, PIRP Irp, PVOID Context);  /* IRQL <= DISPATCH_LEVEL */
typedef IO_COMPLETION_ROUTINE *PIO_COMPLETION_ROUTINE;

struct _IO_STACK_LOCATION {
    UCHAR MajorFunction;
    UCHAR MinorFunction;
    UCHAR Flags;
    UCHAR Control;
    union {
        struct {
            PIO_SECURITY_CONTEXT SecurityContext;
            ULONG Options;
            DECLSPEC_ALIGN(8) USHORT FileAttributes;
            USHORT ShareAccess;
            DECLSPEC_ALIGN(8) ULONG EaLength;
        } Create;
        struct {
            PIO_SECURITY_CONTEXT SecurityContext;
            ULONG Options;
            DECLSPEC_ALIGN(8) USHORT Reserved;
            USHORT ShareAccess;
            PNAMED_PIPE_CREATE_PARAMETERS Parameters;
        } CreatePipe;
        struct {
            PIO_SECURITY_CONTEXT SecurityContext;
            ULONG Options;
            DECLSPEC_ALIGN(8) USHORT Reserved;
            USHORT ShareAccess;
            PMAILSLOT_CREATE_PARAMETERS Parameters;
        } CreateMailslot;
        struct {
            ULONG Length;
            DECLSPEC_ALIGN(8) ULONG Key;
            LARGE_INTEGER ByteOffset;
        } Read;
        struct {
            ULONG Length;
            DECLSPEC_ALIGN(8) ULONG Key;
            LARGE_INTEGER ByteOffset;
        } Write;
        struct {
            ULONG Length;
            PUNICODE_STRING FileName;
            FILE_INFORMATION_CLASS FileInformationClass;
            DECLSPEC_ALIGN(8) ULONG FileIndex;
        } QueryDirectory;
        struct {
            ULONG Length;
            DECLSPEC_ALIGN(8) ULONG CompletionFilter;
        } NotifyDirectory;
        struct {
            ULONG Length;
            DECLSPEC_ALIGN(8) ULONG CompletionFilter;
            DECLSPEC_ALIGN(8) DIRECTORY_NOTIFY_INFORMATION_CLASS DirectoryNotifyInformationClass;
        } NotifyDirectoryEx;
        struct {
            ULONG Length;
            DECLSPEC_ALIGN(8) FILE_INFORMATION_CLASS FileInformationClass;
        } QueryFile;
        struct {
            ULONG Length;
            DECLSPEC_ALIGN(8) FILE_INFORMATION_CLASS FileInformationClass;
            PFILE_OBJECT FileObject;
            union {
                struct {
                    BOOLEAN ReplaceIfExists;
                    BOOLEAN AdvanceOnly;
                };
                ULONG ClusterCount;
                HANDLE DeleteHandle;
            };
        } SetFile;
        struct {
            ULONG Length;
            PVOID EaList;
            ULONG EaListLength;
            DECLSPEC_ALIGN(8) ULONG EaIndex;
        } QueryEa;
        struct {
            ULONG Length;
        } SetEa;
        struct {
            ULONG Length;
            DECLSPEC_ALIGN(8) FS_INFORMATION_CLASS FsInformationClass;
        } QueryVolume;
        struct {
            ULONG Length;
            DECLSPEC_ALIGN(8) FS_INFORMATION_CLASS FsInformationClass;
        } SetVolume;
        struct {
            ULONG OutputBufferLength;
            DECLSPEC_ALIGN(8) ULONG InputBufferLength;
            DECLSPEC_ALIGN(8) ULONG FsControlCode;
            PVOID Type3InputBuffer;
        } FileSystemControl;
        struct {
            PLARGE_INTEGER Length;
            ULONG Key;
            LARGE_INTEGER ByteOffset;
        } LockControl;
        struct {
            ULONG OutputBufferLength;
            DECLSPEC_ALIGN(8) ULONG InputBufferLength;
            DECLSPEC_ALIGN(8) ULONG IoControlCode;
            PVOID Type3InputBuffer;
        } DeviceIoControl;
        struct {
            SECURITY_INFORMATION SecurityInformation;
            DECLSPEC_ALIGN(8) ULONG Length;
        } QuerySecurity;
        struct {
            SECURITY_INFORMATION SecurityInformation;
            PSECURITY_DESCRIPTOR SecurityDescriptor;
        } SetSecurity;
        struct {
            PVPB Vpb;
            PDEVICE_OBJECT DeviceObject;
        } MountVolume;
        struct {
            PVPB Vpb;
            PDEVICE_OBJECT DeviceObject;
        } VerifyVolume;
        struct {
            struct _SCSI_REQUEST_BLOCK *Srb;
        } Scsi;
        struct {
            ULONG Length;
            PSID StartSid;
            PFILE_GET_QUOTA_INFORMATION SidList;
            ULONG SidListLength;
        } QueryQuota;
        struct {
            ULONG Length;
        } SetQuota;
        struct {
            DEVICE_RELATION_TYPE Type;
        } QueryDeviceRelations;
        struct {
            const GUID *InterfaceType;
            USHORT Size;
            USHORT Version;
            PINTERFACE Interface;
            PVOID InterfaceSpecificData;
        } QueryInterface;
        struct {
            PDEVICE_CAPABILITIES Capabilities;
        } DeviceCapabilities;
        struct {
            PIO_RESOURCE_REQUIREMENTS_LIST IoResourceRequirementList;
        } FilterResourceRequirements;
        struct {
            ULONG WhichSpace;
            PVOID Buffer;
            ULONG Offset;
            DECLSPEC_ALIGN(8) ULONG Length;
        } ReadWriteConfig;
        struct {
            BOOLEAN Lock;
        } SetLock;
        struct {
            BUS_QUERY_ID_TYPE IdType;
        } QueryId;
        struct {
            DEVICE_TEXT_TYPE DeviceTextType;
            DECLSPEC_ALIGN(8) LCID LocaleId;
        } QueryDeviceText;
        struct {
            BOOLEAN InPath;
            BOOLEAN Reserved[3];
            DECLSPEC_ALIGN(8) DEVICE_USAGE_NOTIFICATION_TYPE Type;
        } UsageNotification;
        struct {
            SYSTEM_POWER_STATE PowerState;
        } WaitWake;
        struct {
            PPOWER_SEQUENCE PowerSequence;
        } PowerSequence;
        struct {
            union {
                ULONG SystemContext;
                SYSTEM_POWER_STATE_CONTEXT SystemPowerStateContext;
            };
            DECLSPEC_ALIGN(8) POWER_STATE_TYPE Type;
            DECLSPEC_ALIGN(8) POWER_STATE State;
            DECLSPEC_ALIGN(8) POWER_ACTION ShutdownType;
        } Power;
        struct {
            PCM_RESOURCE_LIST AllocatedResources;
            PCM_RESOURCE_LIST AllocatedResourcesTranslated;
        } StartDevice;
        struct {
            ULONG_PTR ProviderId;
            PVOID DataPath;
            ULONG BufferSize;
            PVOID Buffer;
        } WMI;
        struct {
            PVOID Argument1;
            PVOID Argument2;
            PVOID Argument3;
            PVOID Argument4;
        } Others;
    } Parameters;
    PDEVICE_OBJECT DeviceObject;
    PFILE_OBJECT FileObject;
    PIO_COMPLETION_ROUTINE CompletionRoutine;
    PVOID Context;
};

typedef struct _IO_CSQ IO_CSQ, *PIO_CSQ;

typedef struct _IO_CSQ_IRP_CONTEXT {
    ULONG Type;
    PIRP Irp;
    PIO_CSQ Csq;
} IO_CSQ_IRP_CONTEXT, *PIO_CSQ_IRP_CONTEXT;

typedef void NTAPI IO_CSQ_INSERT_IRP(struct _IO_CSQ *Csq, PIRP Irp);
typedef IO_CSQ_INSERT_IRP *PIO_CSQ_INSERT_IRP;
typedef void NTAPI IO_CSQ_REMOVE_IRP(PIO_CSQ Csq, PIRP Irp);
typedef IO_CSQ_REMOVE_IRP *PIO_CSQ_REMOVE_IRP;
typedef PIRP NTAPI IO_CSQ_PEEK_NEXT_IRP(PIO_CSQ Csq, PIRP Irp, PVOID PeekContext);
typedef IO_CSQ_PEEK_NEXT_IRP *PIO_CSQ_PEEK_NEXT_IRP;
typedef void NTAPI IO_CSQ_ACQUIRE_LOCK(PIO_CSQ Csq, PKIRQL Irql);
typedef IO_CSQ_ACQUIRE_LOCK *PIO_CSQ_ACQUIRE_LOCK;
typedef void NTAPI IO_CSQ_RELEASE_LOCK(PIO_CSQ Csq, KIRQL Irql);
typedef IO_CSQ_RELEASE_LOCK *PIO_CSQ_RELEASE_LOCK;
typedef void NTAPI IO_CSQ_COMPLETE_CANCELED_IRP(PIO_CSQ Csq, PIRP Irp);
typedef IO_CSQ_COMPLETE_CANCELED_IRP *PIO_CSQ_COMPLETE_CANCELED_IRP;

struct _IO_CSQ {
    ULONG Type;
    PIO_CSQ_INSERT_IRP CsqInsertIrp;
    PIO_CSQ_REMOVE_IRP CsqRemoveIrp;
    PIO_CSQ_PEEK_NEXT_IRP CsqPeekNextIrp;
    PIO_CSQ_ACQUIRE_LOCK CsqAcquireLock;
    PIO_CSQ_RELEASE_LOCK CsqReleaseLock;
    PIO_CSQ_COMPLETE_CANCELED_IRP CsqCompleteCanceledIrp;
    PVOID ReservePointer;
};

typedef enum _IO_COMPLETION_ROUTINE_RESULT {
    ContinueCompletion,
    StopCompletion = -1073741802,
} IO_COMPLETION_ROUTINE_RESULT, *PIO_COMPLETION_ROUTINE_RESULT;

typedef NTSTATUS NTAPI IO_CSQ_INSERT_IRP_EX(struct _IO_CSQ *Csq, PIRP Irp, PVOID InsertContext);
typedef IO_CSQ_INSERT_IRP_EX *PIO_CSQ_INSERT_IRP_EX;

NTKERNELAPI PIRP NTAPI IoAllocateIrp(CCHAR StackSize, BOOLEAN ChargeQuota);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI PIRP NTAPI IoAllocateIrpEx(PDEVICE_OBJECT DeviceObject, CCHAR StackSize, BOOLEAN ChargeQuota);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI PIRP NTAPI IoBuildAsynchronousFsdRequest(ULONG MajorFunction, PDEVICE_OBJECT DeviceObject, PVOID Buffer, ULONG Length,
    PLARGE_INTEGER StartingOffset, PIO_STATUS_BLOCK IoStatusBlock);  /* IRQL <= APC_LEVEL */
NTKERNELAPI PIRP NTAPI IoBuildDeviceIoControlRequest(ULONG IoControlCode, PDEVICE_OBJECT DeviceObject, PVOID InputBuffer, ULONG InputBufferLength,
    PVOID OutputBuffer, ULONG OutputBufferLength, BOOLEAN InternalDeviceIoControl, PKEVENT Event, PIO_STATUS_BLOCK IoStatusBlock);  /* IRQL <= APC_LEVEL */
NTKERNELAPI PIRP NTAPI IoBuildSynchronousFsdRequest(ULONG MajorFunction, PDEVICE_OBJECT DeviceObject, PVOID Buffer, ULONG Length,
    PLARGE_INTEGER StartingOffset, PKEVENT Event, PIO_STATUS_BLOCK IoStatusBlock);  /* IRQL <= APC_LEVEL */
NTKERNELAPI BOOLEAN NTAPI IoCancelIrp(PIRP Irp);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI IoCleanupIrp(PIRP Irp);
NTKERNELAPI NTSTATUS NTAPI IoCsqInitialize(PIO_CSQ Csq, PIO_CSQ_INSERT_IRP CsqInsertIrp, PIO_CSQ_REMOVE_IRP CsqRemoveIrp,
    PIO_CSQ_PEEK_NEXT_IRP CsqPeekNextIrp, PIO_CSQ_ACQUIRE_LOCK CsqAcquireLock, PIO_CSQ_RELEASE_LOCK CsqReleaseLock,
    PIO_CSQ_COMPLETE_CANCELED_IRP CsqCompleteCanceledIrp);  /* any IRQL */
NTKERNELAPI NTSTATUS NTAPI IoCsqInitializeEx(PIO_CSQ Csq, PIO_CSQ_INSERT_IRP_EX CsqInsertIrp, PIO_CSQ_REMOVE_IRP CsqRemoveIrp,
    PIO_CSQ_PEEK_NEXT_IRP CsqPeekNextIrp, PIO_CSQ_ACQUIRE_LOCK CsqAcquireLock, PIO_CSQ_RELEASE_LOCK CsqReleaseLock,
    PIO_CSQ_COMPLETE_CANCELED_IRP CsqCompleteCanceledIrp);  /* any IRQL */
NTKERNELAPI void NTAPI IoCsqInsertIrp(PIO_CSQ Csq, PIRP Irp, PIO_CSQ_IRP_CONTEXT Context);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoCsqInsertIrpEx(PIO_CSQ Csq, PIRP Irp, PIO_CSQ_IRP_CONTEXT Context, PVOID InsertContext);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI PIRP NTAPI IoCsqRemoveIrp(PIO_CSQ Csq, PIO_CSQ_IRP_CONTEXT Context);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI PIRP NTAPI IoCsqRemoveNextIrp(PIO_CSQ Csq, PVOID PeekContext);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI BOOLEAN NTAPI IoForwardIrpSynchronously(PDEVICE_OBJECT DeviceObject, PIRP Irp);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI IoFreeIrp(PIRP Irp);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI PVOID NTAPI IoGetInitialStack(void);  /* IRQL <= APC_LEVEL */
NTKERNELAPI PIRP NTAPI IoGetTopLevelIrp(void);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI IoInitializeIrp(PIRP Irp, USHORT PacketSize, CCHAR StackSize);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI IoInitializeIrpEx(PIRP Irp, PDEVICE_OBJECT DeviceObject, USHORT PacketSize, CCHAR StackSize);
NTKERNELAPI void NTAPI IoReuseIrp(PIRP Irp, NTSTATUS Iostatus);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoSetIoAttributionIrp(PIRP Irp, PVOID AttributionSource, ULONG Flags);
NTKERNELAPI void NTAPI IoSetTopLevelIrp(PIRP Irp);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI USHORT NTAPI IoSizeOfIrpEx(PDEVICE_OBJECT DeviceObject, CCHAR StackSize);

#endif
