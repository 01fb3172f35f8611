/*
 * wdm/device.h: driver and device objects.
 * learn.microsoft.com/windows-hardware/drivers/kernel/introduction-to-device-objects
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/wdm/ + nf-wdm-<function>, ns-wdm-_<structure>, ne-wdm-_<enumeration>, nc-wdm-<callback>, all lower case.
 * A part of wdm.h: include that.
 */
#ifndef FLUE_DDI_WDM_DEVICE_H
#define FLUE_DDI_WDM_DEVICE_H

#define VPB_MOUNTED                                             1
#define VPB_LOCKED                                              2
#define VPB_PERSISTENT                                          4
#define VPB_REMOVE_PENDING                                      8
#define VPB_RAW_MOUNT                                           0x10
#define VPB_DIRECT_WRITES_ALLOWED                               0x20
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

typedef NTSTATUS NTAPI DRIVER_ADD_DEVICE(struct _DRIVER_OBJECT *DriverObject, struct _DEVICE_OBJECT *PhysicalDeviceObject);  /* IRQL PASSIVE_LEVEL */
typedef DRIVER_ADD_DEVICE *PDRIVER_ADD_DEVICE;

typedef struct _DRIVER_EXTENSION {
    struct _DRIVER_OBJECT *DriverObject;
    PDRIVER_ADD_DEVICE AddDevice;
    ULONG Count;
    UNICODE_STRING ServiceKeyName;
} DRIVER_EXTENSION, *PDRIVER_EXTENSION;

typedef NTSTATUS NTAPI DRIVER_INITIALIZE(struct _DRIVER_OBJECT *DriverObject, PUNICODE_STRING RegistryPath);  /* IRQL PASSIVE_LEVEL */
typedef DRIVER_INITIALIZE *PDRIVER_INITIALIZE;
typedef void NTAPI DRIVER_STARTIO(struct _DEVICE_OBJECT *DeviceObject, struct _IRP *Irp);  /* IRQL DISPATCH_LEVEL */
typedef DRIVER_STARTIO *PDRIVER_STARTIO;
typedef void NTAPI DRIVER_UNLOAD(struct _DRIVER_OBJECT *DriverObject);  /* IRQL PASSIVE_LEVEL */
typedef DRIVER_UNLOAD *PDRIVER_UNLOAD;
typedef NTSTATUS NTAPI DRIVER_DISPATCH(struct _DEVICE_OBJECT *DeviceObject, struct _IRP *Irp);  /* IRQL PASSIVE_LEVEL */
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

typedef NTSTATUS NTAPI DRIVER_DISPATCH_PAGED(struct _DEVICE_OBJECT *DeviceObject, struct _IRP *Irp);
typedef NTSTATUS NTAPI DRIVER_DISPATCH_RAISED(struct _DEVICE_OBJECT *DeviceObject, struct _IRP *Irp);
typedef NTSTATUS NTAPI DRIVER_NOTIFICATION_CALLBACK_ROUTINE(PVOID NotificationStructure, PVOID Context);
typedef DRIVER_DISPATCH_PAGED *PDRIVER_DISPATCH_PAGED;
typedef DRIVER_NOTIFICATION_CALLBACK_ROUTINE *PDRIVER_NOTIFICATION_CALLBACK_ROUTINE;

NTKERNELAPI NTSTATUS NTAPI IoAllocateDriverObjectExtension(PDRIVER_OBJECT DriverObject, PVOID ClientIdentificationAddress,
    ULONG DriverObjectExtensionSize, PVOID *DriverObjectExtension);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoAttachDevice(PDEVICE_OBJECT SourceDevice, PUNICODE_STRING TargetDevice, PDEVICE_OBJECT *AttachedDevice);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI PDEVICE_OBJECT NTAPI IoAttachDeviceToDeviceStack(PDEVICE_OBJECT SourceDevice, PDEVICE_OBJECT TargetDevice);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoCreateDevice(PDRIVER_OBJECT DriverObject, ULONG DeviceExtensionSize, PUNICODE_STRING DeviceName, ULONG DeviceType,
    ULONG DeviceCharacteristics, BOOLEAN Exclusive, PDEVICE_OBJECT *DeviceObject);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoCreateSymbolicLink(PUNICODE_STRING SymbolicLinkName, PUNICODE_STRING DeviceName);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoCreateUnprotectedSymbolicLink(PUNICODE_STRING SymbolicLinkName, PUNICODE_STRING DeviceName);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI IoDeleteDevice(PDEVICE_OBJECT DeviceObject);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoDeleteSymbolicLink(PUNICODE_STRING SymbolicLinkName);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI IoDetachDevice(PDEVICE_OBJECT TargetDevice);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI PDEVICE_OBJECT NTAPI IoGetAttachedDeviceReference(PDEVICE_OBJECT DeviceObject);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoGetDeviceObjectPointer(PUNICODE_STRING ObjectName, ACCESS_MASK DesiredAccess, PFILE_OBJECT *FileObject,
    PDEVICE_OBJECT *DeviceObject);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI PVOID NTAPI IoGetDriverObjectExtension(PDRIVER_OBJECT DriverObject, PVOID ClientIdentificationAddress);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI PDEVICE_OBJECT NTAPI IoGetRelatedDeviceObject(PFILE_OBJECT FileObject);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoRegisterLastChanceShutdownNotification(PDEVICE_OBJECT DeviceObject);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoRegisterShutdownNotification(PDEVICE_OBJECT DeviceObject);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI IoStartNextPacket(PDEVICE_OBJECT DeviceObject, BOOLEAN Cancelable);  /* IRQL DISPATCH_LEVEL */
NTKERNELAPI void NTAPI IoStartNextPacketByKey(PDEVICE_OBJECT DeviceObject, BOOLEAN Cancelable, ULONG Key);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI IoStartPacket(PDEVICE_OBJECT DeviceObject, PIRP Irp, PULONG Key, PDRIVER_CANCEL CancelFunction);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI IoUnregisterShutdownNotification(PDEVICE_OBJECT DeviceObject);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI LOGICAL NTAPI IoWithinStackLimits(ULONG_PTR RegionStart, SIZE_T RegionSize);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI KeInitializeDeviceQueue(PKDEVICE_QUEUE DeviceQueue);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI BOOLEAN NTAPI KeInsertByKeyDeviceQueue(PKDEVICE_QUEUE DeviceQueue, PKDEVICE_QUEUE_ENTRY DeviceQueueEntry, ULONG SortKey);  /* IRQL DISPATCH_LEVEL */
NTKERNELAPI BOOLEAN NTAPI KeInsertDeviceQueue(PKDEVICE_QUEUE DeviceQueue, PKDEVICE_QUEUE_ENTRY DeviceQueueEntry);  /* IRQL DISPATCH_LEVEL */
NTKERNELAPI PKDEVICE_QUEUE_ENTRY NTAPI KeRemoveByKeyDeviceQueue(PKDEVICE_QUEUE DeviceQueue, ULONG SortKey);  /* IRQL DISPATCH_LEVEL */
NTKERNELAPI PKDEVICE_QUEUE_ENTRY NTAPI KeRemoveByKeyDeviceQueueIfBusy(PKDEVICE_QUEUE DeviceQueue, ULONG SortKey);
NTKERNELAPI PKDEVICE_QUEUE_ENTRY NTAPI KeRemoveDeviceQueue(PKDEVICE_QUEUE DeviceQueue);  /* IRQL DISPATCH_LEVEL */
NTKERNELAPI BOOLEAN NTAPI KeRemoveEntryDeviceQueue(PKDEVICE_QUEUE DeviceQueue, PKDEVICE_QUEUE_ENTRY DeviceQueueEntry);  /* IRQL <= DISPATCH_LEVEL */

#endif
