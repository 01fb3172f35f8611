/*
 * wdm/io.h: I/O requests, device and driver objects.
 * learn.microsoft.com/windows-hardware/drivers/kernel/introduction-to-irps
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
#define IO_FORCE_ACCESS_CHECK                                   1
#define IO_NO_PARAMETER_CHECKING                                0x00000100
#define IO_REMOUNT                                              1
#define VPB_MOUNTED                                             1
#define VPB_LOCKED                                              2
#define VPB_PERSISTENT                                          4
#define VPB_REMOVE_PENDING                                      8
#define VPB_RAW_MOUNT                                           0x10
#define VPB_DIRECT_WRITES_ALLOWED                               0x20
#define MAXIMUM_VOLUME_LABEL_LENGTH                             ((ULONGLONG)64)
#define DRVO_UNLOAD_INVOKED                                     1
#define DRVO_LEGACY_DRIVER                                      2
#define DRVO_BUILTIN_DRIVER                                     4
#define FO_FILE_OPEN                                            1
#define FO_SYNCHRONOUS_IO                                       2
#define FO_ALERTABLE_IO                                         4
#define FO_NO_INTERMEDIATE_BUFFERING                            8
#define FO_WRITE_THROUGH                                        0x10
#define FO_SEQUENTIAL_ONLY                                      0x20
#define FO_CACHE_SUPPORTED                                      0x40
#define FO_NAMED_PIPE                                           0x80
#define FO_STREAM_FILE                                          0x00000100
#define FO_MAILSLOT                                             0x00000200
#define FO_GENERATE_AUDIT_ON_CLOSE                              0x00000400
#define FO_QUEUE_IRP_TO_THREAD                                  0x00000400
#define FO_DIRECT_DEVICE_OPEN                                   0x00000800
#define FO_FILE_MODIFIED                                        0x00001000
#define FO_FILE_SIZE_CHANGED                                    0x00002000
#define FO_CLEANUP_COMPLETE                                     0x00004000
#define FO_TEMPORARY_FILE                                       0x00008000
#define FO_DELETE_ON_CLOSE                                      0x00010000
#define FO_OPENED_CASE_SENSITIVE                                0x00020000
#define FO_HANDLE_CREATED                                       0x00040000
#define FO_FILE_FAST_IO_READ                                    0x00080000
#define FO_RANDOM_ACCESS                                        0x00100000
#define FO_FILE_OPEN_CANCELLED                                  0x00200000
#define FO_VOLUME_OPEN                                          0x00400000
#define FO_REMOTE_ORIGIN                                        0x01000000
#define FO_DISALLOW_EXCLUSIVE                                   0x02000000
#define FO_SKIP_COMPLETION_PORT                                 0x02000000
#define FO_SKIP_SET_EVENT                                       0x04000000
#define FO_SKIP_SET_FAST_IO                                     0x08000000
#define FO_SECTION_MINSTORE_TREATMENT                           0x20000000
#define FO_FLAGS_VALID_ONLY_DURING_CREATE                       0x02000000
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
#define IO_ATTRIBUTION_INFO_V1                                  1
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

typedef struct _KDEVICE_QUEUE {
    CSHORT Type;
    CSHORT Size;
    LIST_ENTRY DeviceListHead;
    KSPIN_LOCK Lock;
    union {
        BOOLEAN Busy;
        struct {
            LONG64 Reserved : 8;
            LONG64 Hint : 56;
        };
    };
} KDEVICE_QUEUE, *PKDEVICE_QUEUE, *PRKDEVICE_QUEUE;

typedef void NTAPI WORKER_THREAD_ROUTINE(PVOID Parameter);
typedef WORKER_THREAD_ROUTINE *PWORKER_THREAD_ROUTINE;

typedef struct _WORK_QUEUE_ITEM {
    LIST_ENTRY List;
    PWORKER_THREAD_ROUTINE WorkerRoutine;
    PVOID Parameter;
} WORK_QUEUE_ITEM, *PWORK_QUEUE_ITEM;

typedef struct _IO_SECURITY_CONTEXT {
    PSECURITY_QUALITY_OF_SERVICE SecurityQos;
    PACCESS_STATE AccessState;
    ACCESS_MASK DesiredAccess;
    ULONG FullCreateOptions;
} IO_SECURITY_CONTEXT, *PIO_SECURITY_CONTEXT;

struct _VPB {
    CSHORT Type;
    CSHORT Size;
    USHORT Flags;
    USHORT VolumeLabelLength;
    struct _DEVICE_OBJECT *DeviceObject;
    struct _DEVICE_OBJECT *RealDevice;
    ULONG SerialNumber;
    ULONG ReferenceCount;
    WCHAR VolumeLabel[32];
};

struct _IO_TIMER;
typedef struct _IO_TIMER *PIO_TIMER;
typedef struct _DEVOBJ_EXTENSION DEVOBJ_EXTENSION, *PDEVOBJ_EXTENSION;

/*
 * A device or one driver's layer of it; its extension follows at DeviceExtension. learn.microsoft.com/windows-hardware/drivers/ddi/wdm/ns-wdm-_device_object
 */
struct DECLSPEC_ALIGN(16) _DEVICE_OBJECT {
    CSHORT Type;
    USHORT Size;
    LONG ReferenceCount;
    struct _DRIVER_OBJECT *DriverObject;
    struct _DEVICE_OBJECT *NextDevice;
    struct _DEVICE_OBJECT *AttachedDevice;
    struct _IRP *CurrentIrp;
    PIO_TIMER Timer;
    ULONG Flags;
    ULONG Characteristics;
    PVPB Vpb;
    PVOID DeviceExtension;
    ULONG DeviceType;
    CCHAR StackSize;
    union {
        LIST_ENTRY ListEntry;
        WAIT_CONTEXT_BLOCK Wcb;
    } Queue;
    ULONG AlignmentRequirement;
    KDEVICE_QUEUE DeviceQueue;
    KDPC Dpc;
    ULONG ActiveThreadCount;
    PSECURITY_DESCRIPTOR SecurityDescriptor;
    KEVENT DeviceLock;
    USHORT SectorSize;
    USHORT Spare1;
    struct _DEVOBJ_EXTENSION *DeviceObjectExtension;
    PVOID Reserved;
};

struct _DEVICE_OBJECT_POWER_EXTENSION;

struct _DEVOBJ_EXTENSION {
    CSHORT Type;
    USHORT Size;
    PDEVICE_OBJECT DeviceObject;
    ULONG PowerFlags;
    struct _DEVICE_OBJECT_POWER_EXTENSION *Dope;
    ULONG ExtensionFlags;
    PVOID DeviceNode;
    PDEVICE_OBJECT AttachedTo;
    LONG StartIoCount;
    LONG StartIoKey;
    ULONG StartIoFlags;
    PVPB Vpb;
    PVOID DependencyNode;
    PVOID InterruptContext;
    PVOID VerifierContext;
};

typedef NTSTATUS NTAPI DRIVER_ADD_DEVICE(struct _DRIVER_OBJECT *DriverObject, struct _DEVICE_OBJECT *PhysicalDeviceObject);
typedef DRIVER_ADD_DEVICE *PDRIVER_ADD_DEVICE;

typedef struct _DRIVER_EXTENSION {
    struct _DRIVER_OBJECT *DriverObject;
    PDRIVER_ADD_DEVICE AddDevice;
    ULONG Count;
    UNICODE_STRING ServiceKeyName;
} DRIVER_EXTENSION, *PDRIVER_EXTENSION;

typedef NTSTATUS NTAPI DRIVER_INITIALIZE(struct _DRIVER_OBJECT *DriverObject, PUNICODE_STRING RegistryPath);
typedef DRIVER_INITIALIZE *PDRIVER_INITIALIZE;
typedef void NTAPI DRIVER_STARTIO(struct _DEVICE_OBJECT *DeviceObject, struct _IRP *Irp);
typedef DRIVER_STARTIO *PDRIVER_STARTIO;
typedef void NTAPI DRIVER_UNLOAD(struct _DRIVER_OBJECT *DriverObject);
typedef DRIVER_UNLOAD *PDRIVER_UNLOAD;
typedef NTSTATUS NTAPI DRIVER_DISPATCH(struct _DEVICE_OBJECT *DeviceObject, struct _IRP *Irp);
typedef DRIVER_DISPATCH *PDRIVER_DISPATCH;

struct _DRIVER_OBJECT {
    CSHORT Type;
    CSHORT Size;
    PDEVICE_OBJECT DeviceObject;
    ULONG Flags;
    PVOID DriverStart;
    ULONG DriverSize;
    PVOID DriverSection;
    PDRIVER_EXTENSION DriverExtension;
    UNICODE_STRING DriverName;
    PUNICODE_STRING HardwareDatabase;
    PFAST_IO_DISPATCH FastIoDispatch;
    PDRIVER_INITIALIZE DriverInit;
    PDRIVER_STARTIO DriverStartIo;
    PDRIVER_UNLOAD DriverUnload;
    PDRIVER_DISPATCH MajorFunction[28];
};

struct _IO_COMPLETION_CONTEXT {
    PVOID Port;
    PVOID Key;
};

typedef void NTAPI DRIVER_CANCEL(struct _DEVICE_OBJECT *DeviceObject, struct _IRP *Irp);
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

typedef NTSTATUS NTAPI IO_COMPLETION_ROUTINE(PDEVICE_OBJECT DeviceObject, PIRP Irp, PVOID Context);
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

typedef NTSTATUS NTAPI DRIVER_DISPATCH_PAGED(struct _DEVICE_OBJECT *DeviceObject, struct _IRP *Irp);
typedef NTSTATUS NTAPI DRIVER_DISPATCH_RAISED(struct _DEVICE_OBJECT *DeviceObject, struct _IRP *Irp);
typedef NTSTATUS NTAPI DRIVER_NOTIFICATION_CALLBACK_ROUTINE(PVOID NotificationStructure, PVOID Context);

typedef enum _DRIVER_RUNTIME_INIT_FLAGS {
    DrvRtPoolNxOptIn = 1,
    LastDrvRtFlag,
} DRIVER_RUNTIME_INIT_FLAGS, *PDRIVER_RUNTIME_INIT_FLAGS;

typedef NTSTATUS NTAPI ENABLE_VIRTUALIZATION(PVOID Context, UINT16 NumVFs, BOOLEAN EnableVfMigration, BOOLEAN EnableMigrationInterrupt,
    BOOLEAN EnableVirtualization);

typedef enum _FIRMWARE_TYPE {
    FirmwareTypeUnknown,
    FirmwareTypeBios,
    FirmwareTypeUefi,
    FirmwareTypeMax,
} FIRMWARE_TYPE, *PFIRMWARE_TYPE;

typedef NTSTATUS NTAPI GET_D3COLD_CAPABILITY(PVOID Context, PBOOLEAN D3ColdSupported);

typedef enum _D3COLD_LAST_TRANSITION_STATUS {
    LastDStateTransitionStatusUnknown,
    LastDStateTransitionD3hot,
    LastDStateTransitionD3cold,
} D3COLD_LAST_TRANSITION_STATUS, *PD3COLD_LAST_TRANSITION_STATUS;

typedef void NTAPI GET_D3COLD_LAST_TRANSITION_STATUS(PVOID Context, PD3COLD_LAST_TRANSITION_STATUS LastTransitionStatus);
typedef NTSTATUS NTAPI GET_IDLE_WAKE_INFO(PVOID Context, SYSTEM_POWER_STATE SystemPowerState, PDEVICE_WAKE_DEPTH DeepestWakeableDstate);
typedef ULONGLONG NTAPI GET_SDEV_IDENTIFIER(PVOID InterfaceContext);
typedef ULONG NTAPI GET_VIRTUAL_DEVICE_DATA(PVOID Context, USHORT VirtualFunction, PVOID Buffer, ULONG Offset, ULONG Length);

typedef NTSTATUS NTAPI GET_VIRTUAL_DEVICE_LOCATION(PVOID Context, USHORT VirtualFunction, PUINT16 SegmentNumber, PUINT8 BusNumber,
    PUINT8 FunctionNumber);

typedef void NTAPI GET_VIRTUAL_DEVICE_RESOURCES(PVOID Context, PUINT8 CapturedBusNumbers);
typedef NTSTATUS NTAPI GET_VIRTUAL_FUNCTION_PROBED_BARS(PVOID Context, PULONG BaseRegisterValues);

typedef enum _IO_ACCESS_MODE {
    SequentialAccess,
    RandomAccess,
} IO_ACCESS_MODE;

typedef enum _IO_ACCESS_TYPE {
    ReadAccess,
    WriteAccess,
    ModifyAccess,
} IO_ACCESS_TYPE;

typedef enum _IO_COMPLETION_ROUTINE_RESULT {
    ContinueCompletion,
    StopCompletion = -1073741802,
} IO_COMPLETION_ROUTINE_RESULT, *PIO_COMPLETION_ROUTINE_RESULT;

typedef enum _IO_CONTAINER_INFORMATION_CLASS {
    IoSessionStateInformation,
    IoMaxContainerInformationClass,
} IO_CONTAINER_INFORMATION_CLASS;

typedef enum _IO_CONTAINER_NOTIFICATION_CLASS {
    IoSessionStateNotification,
    IoMaxContainerNotificationClass,
} IO_CONTAINER_NOTIFICATION_CLASS;

typedef NTSTATUS NTAPI IO_CSQ_INSERT_IRP_EX(struct _IO_CSQ *Csq, PIRP Irp, PVOID InsertContext);

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
    ULONG PayloadLength);

typedef void NTAPI IO_WORKITEM_ROUTINE(PDEVICE_OBJECT DeviceObject, PVOID Context);
struct _IO_WORKITEM;
typedef struct _IO_WORKITEM *PIO_WORKITEM;
typedef void NTAPI IO_WORKITEM_ROUTINE_EX(PVOID IoObject, PVOID Context, PIO_WORKITEM IoWorkItem);

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

typedef DRIVER_DISPATCH_PAGED *PDRIVER_DISPATCH_PAGED;
typedef DRIVER_NOTIFICATION_CALLBACK_ROUTINE *PDRIVER_NOTIFICATION_CALLBACK_ROUTINE;
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
typedef IO_CSQ_INSERT_IRP_EX *PIO_CSQ_INSERT_IRP_EX;
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
typedef void NTAPI SET_D3COLD_SUPPORT(PVOID Context, BOOLEAN D3ColdSupport);
typedef SET_D3COLD_SUPPORT *PSET_D3COLD_SUPPORT;
typedef ULONG NTAPI SET_VIRTUAL_DEVICE_DATA(PVOID Context, USHORT VirtualFunction, PVOID Buffer, ULONG Offset, ULONG Length);
typedef SET_VIRTUAL_DEVICE_DATA *PSET_VIRTUAL_DEVICE_DATA;
typedef NTSTATUS (NTAPI *PTM_PROPAGATE_ROUTINE)(PVOID PropagationCookie, PVOID CallbackData, NTSTATUS PropagationStatus, GUID TransactionGuid);
typedef struct _KENLISTMENT KENLISTMENT, *PKENLISTMENT, *PRKENLISTMENT;

typedef NTSTATUS (NTAPI *PTM_RM_NOTIFICATION)(PKENLISTMENT EnlistmentObject, PVOID RMContext, PVOID TransactionContext, ULONG TransactionNotification,
    PLARGE_INTEGER TmVirtualClock, ULONG ArgumentLength, PVOID Argument);

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
NTKERNELAPI NTSTATUS NTAPI IoAllocateDriverObjectExtension(PDRIVER_OBJECT DriverObject, PVOID ClientIdentificationAddress,
    ULONG DriverObjectExtensionSize, PVOID *DriverObjectExtension);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI PVOID NTAPI IoAllocateErrorLogEntry(PVOID IoObject, UCHAR EntrySize);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI PIRP NTAPI IoAllocateIrp(CCHAR StackSize, BOOLEAN ChargeQuota);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI PIRP NTAPI IoAllocateIrpEx(PDEVICE_OBJECT DeviceObject, CCHAR StackSize, BOOLEAN ChargeQuota);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoAllocateSfioStreamIdentifier(PFILE_OBJECT FileObject, ULONG Length, PVOID Signature, PVOID *StreamIdentifier);
NTKERNELAPI PIO_WORKITEM NTAPI IoAllocateWorkItem(PDEVICE_OBJECT DeviceObject);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoAttachDevice(PDEVICE_OBJECT SourceDevice, PUNICODE_STRING TargetDevice, PDEVICE_OBJECT *AttachedDevice);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI PDEVICE_OBJECT NTAPI IoAttachDeviceToDeviceStack(PDEVICE_OBJECT SourceDevice, PDEVICE_OBJECT TargetDevice);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI PIRP NTAPI IoBuildAsynchronousFsdRequest(ULONG MajorFunction, PDEVICE_OBJECT DeviceObject, PVOID Buffer, ULONG Length,
    PLARGE_INTEGER StartingOffset, PIO_STATUS_BLOCK IoStatusBlock);  /* IRQL <= APC_LEVEL */
NTKERNELAPI PIRP NTAPI IoBuildDeviceIoControlRequest(ULONG IoControlCode, PDEVICE_OBJECT DeviceObject, PVOID InputBuffer, ULONG InputBufferLength,
    PVOID OutputBuffer, ULONG OutputBufferLength, BOOLEAN InternalDeviceIoControl, PKEVENT Event, PIO_STATUS_BLOCK IoStatusBlock);  /* IRQL <= APC_LEVEL */
NTKERNELAPI PIRP NTAPI IoBuildSynchronousFsdRequest(ULONG MajorFunction, PDEVICE_OBJECT DeviceObject, PVOID Buffer, ULONG Length,
    PLARGE_INTEGER StartingOffset, PKEVENT Event, PIO_STATUS_BLOCK IoStatusBlock);  /* IRQL <= APC_LEVEL */
NTKERNELAPI BOOLEAN NTAPI IoCancelIrp(PIRP Irp);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI IoCleanupIrp(PIRP Irp);
NTKERNELAPI NTSTATUS NTAPI IoCreateDevice(PDRIVER_OBJECT DriverObject, ULONG DeviceExtensionSize, PUNICODE_STRING DeviceName, ULONG DeviceType,
    ULONG DeviceCharacteristics, BOOLEAN Exclusive, PDEVICE_OBJECT *DeviceObject);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoCreateFile(PHANDLE FileHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
    PIO_STATUS_BLOCK IoStatusBlock, PLARGE_INTEGER AllocationSize, ULONG FileAttributes, ULONG ShareAccess, ULONG Disposition, ULONG CreateOptions,
    PVOID EaBuffer, ULONG EaLength, CREATE_FILE_TYPE CreateFileType, PVOID InternalParameters, ULONG Options);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoCreateSymbolicLink(PUNICODE_STRING SymbolicLinkName, PUNICODE_STRING DeviceName);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoCreateSystemThread(PVOID IoObject, PHANDLE ThreadHandle, ULONG DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
    HANDLE ProcessHandle, PCLIENT_ID ClientId, PKSTART_ROUTINE StartRoutine, PVOID StartContext);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoCreateUnprotectedSymbolicLink(PUNICODE_STRING SymbolicLinkName, PUNICODE_STRING DeviceName);  /* IRQL PASSIVE_LEVEL */
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
NTKERNELAPI void NTAPI IoDeleteDevice(PDEVICE_OBJECT DeviceObject);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoDeleteSymbolicLink(PUNICODE_STRING SymbolicLinkName);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI IoDetachDevice(PDEVICE_OBJECT TargetDevice);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI BOOLEAN NTAPI IoForwardIrpSynchronously(PDEVICE_OBJECT DeviceObject, PIRP Irp);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI IoFreeErrorLogEntry(PVOID ElEntry);
NTKERNELAPI void NTAPI IoFreeIrp(PIRP Irp);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoFreeSfioStreamIdentifier(PFILE_OBJECT FileObject, PVOID Signature);
NTKERNELAPI void NTAPI IoFreeWorkItem(PIO_WORKITEM IoWorkItem);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI PDEVICE_OBJECT NTAPI IoGetAttachedDeviceReference(PDEVICE_OBJECT DeviceObject);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoGetContainerInformation(IO_CONTAINER_INFORMATION_CLASS InformationClass, PVOID ContainerObject, PVOID Buffer,
    ULONG BufferLength);  /* IRQL <= APC_LEVEL */
NTKERNELAPI PEPROCESS NTAPI IoGetCurrentProcess(void);  /* any IRQL */
NTKERNELAPI NTSTATUS NTAPI IoGetDeviceObjectPointer(PUNICODE_STRING ObjectName, ACCESS_MASK DesiredAccess, PFILE_OBJECT *FileObject,
    PDEVICE_OBJECT *DeviceObject);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI PVOID NTAPI IoGetDriverObjectExtension(PDRIVER_OBJECT DriverObject, PVOID ClientIdentificationAddress);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI PVOID NTAPI IoGetInitialStack(void);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoGetIoAttributionHandle(PIRP Irp, PVOID *IoAttributionHandle);
NTKERNELAPI IO_PRIORITY_HINT NTAPI IoGetIoPriorityHint(PIRP Irp);  /* any IRQL */
NTKERNELAPI PDEVICE_OBJECT NTAPI IoGetRelatedDeviceObject(PFILE_OBJECT FileObject);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI PVOID NTAPI IoGetSfioStreamIdentifier(PFILE_OBJECT FileObject, PVOID Signature);
NTKERNELAPI void NTAPI IoGetStackLimits(PULONG_PTR LowLimit, PULONG_PTR HighLimit);
NTKERNELAPI PIRP NTAPI IoGetTopLevelIrp(void);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI IoInitializeIrp(PIRP Irp, USHORT PacketSize, CCHAR StackSize);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI IoInitializeIrpEx(PIRP Irp, PDEVICE_OBJECT DeviceObject, USHORT PacketSize, CCHAR StackSize);
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
NTKERNELAPI NTSTATUS NTAPI IoRegisterLastChanceShutdownNotification(PDEVICE_OBJECT DeviceObject);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoRegisterShutdownNotification(PDEVICE_OBJECT DeviceObject);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI IoReleaseRemoveLockAndWaitEx(PIO_REMOVE_LOCK RemoveLock, PVOID Tag, ULONG RemlockSize);
NTKERNELAPI void NTAPI IoReleaseRemoveLockEx(PIO_REMOVE_LOCK RemoveLock, PVOID Tag, ULONG RemlockSize);
NTKERNELAPI NTSTATUS NTAPI IoReplacePartitionUnit(PDEVICE_OBJECT TargetPdo, PDEVICE_OBJECT SparePdo, ULONG Flags);
NTKERNELAPI void NTAPI IoReuseIrp(PIRP Irp, NTSTATUS Iostatus);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoSetCompletionRoutineEx(PDEVICE_OBJECT DeviceObject, PIRP Irp, PIO_COMPLETION_ROUTINE CompletionRoutine, PVOID Context,
    BOOLEAN InvokeOnSuccess, BOOLEAN InvokeOnError, BOOLEAN InvokeOnCancel);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoSetIoAttributionIrp(PIRP Irp, PVOID AttributionSource, ULONG Flags);
NTKERNELAPI NTSTATUS NTAPI IoSetIoPriorityHint(PIRP Irp, IO_PRIORITY_HINT PriorityHint);  /* any IRQL */
NTKERNELAPI void NTAPI IoSetStartIoAttributes(PDEVICE_OBJECT DeviceObject, BOOLEAN DeferredStartIo, BOOLEAN NonCancelable);  /* any IRQL */
NTKERNELAPI void NTAPI IoSetTopLevelIrp(PIRP Irp);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI USHORT NTAPI IoSizeOfIrpEx(PDEVICE_OBJECT DeviceObject, CCHAR StackSize);
NTKERNELAPI ULONG NTAPI IoSizeofWorkItem(void);  /* any IRQL */
NTKERNELAPI void NTAPI IoStartNextPacket(PDEVICE_OBJECT DeviceObject, BOOLEAN Cancelable);  /* IRQL DISPATCH_LEVEL */
NTKERNELAPI void NTAPI IoStartNextPacketByKey(PDEVICE_OBJECT DeviceObject, BOOLEAN Cancelable, ULONG Key);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI IoStartPacket(PDEVICE_OBJECT DeviceObject, PIRP Irp, PULONG Key, PDRIVER_CANCEL CancelFunction);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoSynchronousCallDriver(PDEVICE_OBJECT DeviceObject, PIRP Irp);
NTKERNELAPI BOOLEAN NTAPI IoTryQueueWorkItem(PIO_WORKITEM IoWorkItem, PIO_WORKITEM_ROUTINE_EX WorkerRoutine, WORK_QUEUE_TYPE QueueType,
    PVOID Context);
NTKERNELAPI void NTAPI IoUninitializeWorkItem(PIO_WORKITEM IoWorkItem);  /* any IRQL */
NTKERNELAPI void NTAPI IoUnregisterContainerNotification(PVOID CallbackRegistration);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI IoUnregisterShutdownNotification(PDEVICE_OBJECT DeviceObject);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoValidateDeviceIoControlAccess(PIRP Irp, ULONG RequiredAccess);  /* any IRQL */
NTKERNELAPI LOGICAL NTAPI IoWithinStackLimits(ULONG_PTR RegionStart, SIZE_T RegionSize);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI IoWriteErrorLogEntry(PVOID ElEntry);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IofCallDriver(PDEVICE_OBJECT DeviceObject, PIRP Irp);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI IofCompleteRequest(PIRP Irp, CCHAR PriorityBoost);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI KeInitializeDeviceQueue(PKDEVICE_QUEUE DeviceQueue);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI BOOLEAN NTAPI KeInsertByKeyDeviceQueue(PKDEVICE_QUEUE DeviceQueue, PKDEVICE_QUEUE_ENTRY DeviceQueueEntry, ULONG SortKey);  /* IRQL DISPATCH_LEVEL */
NTKERNELAPI BOOLEAN NTAPI KeInsertDeviceQueue(PKDEVICE_QUEUE DeviceQueue, PKDEVICE_QUEUE_ENTRY DeviceQueueEntry);  /* IRQL DISPATCH_LEVEL */
NTKERNELAPI PKDEVICE_QUEUE_ENTRY NTAPI KeRemoveByKeyDeviceQueue(PKDEVICE_QUEUE DeviceQueue, ULONG SortKey);  /* IRQL DISPATCH_LEVEL */
NTKERNELAPI PKDEVICE_QUEUE_ENTRY NTAPI KeRemoveByKeyDeviceQueueIfBusy(PKDEVICE_QUEUE DeviceQueue, ULONG SortKey);
NTKERNELAPI PKDEVICE_QUEUE_ENTRY NTAPI KeRemoveDeviceQueue(PKDEVICE_QUEUE DeviceQueue);  /* IRQL DISPATCH_LEVEL */
NTKERNELAPI BOOLEAN NTAPI KeRemoveEntryDeviceQueue(PKDEVICE_QUEUE DeviceQueue, PKDEVICE_QUEUE_ENTRY DeviceQueueEntry);  /* IRQL <= DISPATCH_LEVEL */
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
