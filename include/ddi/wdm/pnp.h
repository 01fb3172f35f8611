/*
 * wdm/pnp.h: Plug and Play.
 * learn.microsoft.com/windows-hardware/drivers/kernel/introduction-to-plug-and-play
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/wdm/ + nf-wdm-<function>, ns-wdm-_<structure>, ne-wdm-_<enumeration>, nc-wdm-<callback>, all lower case.
 * A part of wdm.h: include that.
 */
#ifndef FLUE_DDI_WDM_PNP_H
#define FLUE_DDI_WDM_PNP_H

#define IRP_MN_QUERY_DEVICE_RELATIONS                           7
#define IRP_MN_QUERY_INTERFACE                                  8
#define IRP_MN_QUERY_DEVICE_TEXT                                12
#define IRP_MN_QUERY_BUS_INFORMATION                            21
#define IRP_MN_DEVICE_USAGE_NOTIFICATION                        22
#define PNP_DEVICE_DISABLED                                     1
#define PNP_DEVICE_DONT_DISPLAY_IN_UI                           2
#define PNP_DEVICE_FAILED                                       4
#define PNP_DEVICE_REMOVED                                      8
#define PNP_DEVICE_RESOURCE_REQUIREMENTS_CHANGED                0x10
#define PNP_DEVICE_NOT_DISABLEABLE                              0x20
#define PNP_DEVICE_DISCONNECTED                                 0x40
#define PNP_EXTENDED_ADDRESS_INTERFACE_VERSION                  1
#define PLUGPLAY_REGKEY_DEVICE                                  1
#define PLUGPLAY_REGKEY_DRIVER                                  2
#define PLUGPLAY_REGKEY_CURRENT_HWPROFILE                       4
#define DEVICE_INTERFACE_INCLUDE_NONACTIVE                      1
#define PNPNOTIFY_DEVICE_INTERFACE_INCLUDE_EXISTING_INTERFACES  1
#define PLUGPLAY_PROPERTY_PERSISTENT                            1
#define PNP_REPLACE_NO_MAP                                      0x7FFFFFFFFFFFFFFFULL
#define PNP_REPLACE_PARAMETERS_VERSION                          2
#define PNP_REPLACE_DRIVER_INTERFACE_VERSION                    1
#define PNP_REPLACE_DRIVER_INTERFACE_MINIMUM_SIZE               0x40
#define PNP_REPLACE_MEMORY_SUPPORTED                            1
#define PNP_REPLACE_PROCESSOR_SUPPORTED                         2
#define PNP_REPLACE_HARDWARE_MEMORY_MIRRORING                   4
#define PNP_REPLACE_HARDWARE_PAGE_COPY                          8
#define PNP_REPLACE_HARDWARE_QUIESCE                            0x10
#define DEVICE_RESET_INTERFACE_VERSION                          1
#define SECURE_DRIVER_INTERFACE_VERSION                         1
#define SDEV_IDENTIFIER_INTERFACE_VERSION                       1
#define SECURE_SECTION_ALLOW_PARTIAL_MDL                        1

typedef ULONG PNP_DEVICE_STATE;

typedef struct _DEVICE_RELATIONS {
    ULONG Count;
    PDEVICE_OBJECT Objects[1];
} DEVICE_RELATIONS, *PDEVICE_RELATIONS;

typedef void (NTAPI *PINTERFACE_REFERENCE)(PVOID Context);
typedef void (NTAPI *PINTERFACE_DEREFERENCE)(PVOID Context);

struct _INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
};

struct _DEVICE_CAPABILITIES {
    USHORT Size;
    USHORT Version;
    ULONG DeviceD1 : 1;
    ULONG DeviceD2 : 1;
    ULONG LockSupported : 1;
    ULONG EjectSupported : 1;
    ULONG Removable : 1;
    ULONG DockDevice : 1;
    ULONG UniqueID : 1;
    ULONG SilentInstall : 1;
    ULONG RawDeviceOK : 1;
    ULONG SurpriseRemovalOK : 1;
    ULONG WakeFromD0 : 1;
    ULONG WakeFromD1 : 1;
    ULONG WakeFromD2 : 1;
    ULONG WakeFromD3 : 1;
    ULONG HardwareDisabled : 1;
    ULONG NonDynamic : 1;
    ULONG WarmEjectSupported : 1;
    ULONG NoDisplayInUI : 1;
    ULONG Reserved1 : 1;
    ULONG WakeFromInterrupt : 1;
    ULONG SecureDevice : 1;
    ULONG Reserved : 11;
    ULONG Address;
    ULONG UINumber;
    DEVICE_POWER_STATE DeviceState[7];
    SYSTEM_POWER_STATE SystemWake;
    DEVICE_POWER_STATE DeviceWake;
    ULONG D1Latency;
    ULONG D2Latency;
    ULONG D3Latency;
};

typedef struct _BOOTDISK_INFORMATION {
    LONGLONG BootPartitionOffset;
    LONGLONG SystemPartitionOffset;
    ULONG BootDeviceSignature;
    ULONG SystemDeviceSignature;
} BOOTDISK_INFORMATION, *PBOOTDISK_INFORMATION;

typedef struct _BOOTDISK_INFORMATION_EX {
    LONGLONG BootPartitionOffset;
    LONGLONG SystemPartitionOffset;
    ULONG BootDeviceSignature;
    ULONG SystemDeviceSignature;
    GUID BootDeviceGuid;
    GUID SystemDeviceGuid;
    BOOLEAN BootDeviceIsGpt;
    BOOLEAN SystemDeviceIsGpt;
} BOOTDISK_INFORMATION_EX, *PBOOTDISK_INFORMATION_EX;

typedef struct _LOADER_PARTITION_INFORMATION_EX {
    ULONG PartitionStyle;
    ULONG PartitionNumber;
    union {
        ULONG Signature;
        GUID DeviceId;
    };
    ULONG Flags;
} LOADER_PARTITION_INFORMATION_EX, *PLOADER_PARTITION_INFORMATION_EX;

typedef struct _BOOTDISK_INFORMATION_LITE {
    ULONG NumberEntries;
    LOADER_PARTITION_INFORMATION_EX Entries[1];
} BOOTDISK_INFORMATION_LITE, *PBOOTDISK_INFORMATION_LITE;

typedef struct _PNP_BUS_INFORMATION {
    GUID BusTypeGuid;
    INTERFACE_TYPE LegacyBusType;
    ULONG BusNumber;
} PNP_BUS_INFORMATION, *PPNP_BUS_INFORMATION;

typedef struct _LEGACY_BUS_INFORMATION {
    GUID BusTypeGuid;
    INTERFACE_TYPE LegacyBusType;
    ULONG BusNumber;
} LEGACY_BUS_INFORMATION, *PLEGACY_BUS_INFORMATION;

typedef BOOLEAN NTAPI TRANSLATE_BUS_ADDRESS(PVOID Context, PHYSICAL_ADDRESS BusAddress, ULONG Length, PULONG AddressSpace,
    PPHYSICAL_ADDRESS TranslatedAddress);  /* IRQL PASSIVE_LEVEL */

typedef TRANSLATE_BUS_ADDRESS *PTRANSLATE_BUS_ADDRESS;
typedef ULONG NTAPI GET_SET_DEVICE_DATA(PVOID Context, ULONG DataType, PVOID Buffer, ULONG Offset, ULONG Length);
typedef GET_SET_DEVICE_DATA *PGET_SET_DEVICE_DATA;

typedef struct _BUS_INTERFACE_STANDARD {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PTRANSLATE_BUS_ADDRESS TranslateBusAddress;
    PGET_DMA_ADAPTER GetDmaAdapter;
    PGET_SET_DEVICE_DATA SetBusData;
    PGET_SET_DEVICE_DATA GetBusData;
} BUS_INTERFACE_STANDARD, *PBUS_INTERFACE_STANDARD;

typedef void (NTAPI *PREENUMERATE_SELF)(PVOID Context);  /* IRQL PASSIVE_LEVEL */

typedef struct _REENUMERATE_SELF_INTERFACE_STANDARD {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PREENUMERATE_SELF SurpriseRemoveAndReenumerateSelf;
} REENUMERATE_SELF_INTERFACE_STANDARD, *PREENUMERATE_SELF_INTERFACE_STANDARD;

typedef struct _PNP_EXTENDED_ADDRESS_INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PQUERYEXTENDEDADDRESS QueryExtendedAddress;
} PNP_EXTENDED_ADDRESS_INTERFACE, *PPNP_EXTENDED_ADDRESS_INTERFACE;

typedef struct _ACPI_INTERFACE_STANDARD {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PGPE_CONNECT_VECTOR GpeConnectVector;
    PGPE_DISCONNECT_VECTOR GpeDisconnectVector;
    PGPE_ENABLE_EVENT GpeEnableEvent;
    PGPE_DISABLE_EVENT GpeDisableEvent;
    PGPE_CLEAR_STATUS GpeClearStatus;
    PREGISTER_FOR_DEVICE_NOTIFICATIONS RegisterForDeviceNotifications;
    PUNREGISTER_FOR_DEVICE_NOTIFICATIONS UnregisterForDeviceNotifications;
} ACPI_INTERFACE_STANDARD, *PACPI_INTERFACE_STANDARD;

typedef struct ACPI_INTERFACE_STANDARD2 {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PGPE_CONNECT_VECTOR2 GpeConnectVector;
    PGPE_DISCONNECT_VECTOR2 GpeDisconnectVector;
    PGPE_ENABLE_EVENT2 GpeEnableEvent;
    PGPE_DISABLE_EVENT2 GpeDisableEvent;
    PGPE_CLEAR_STATUS2 GpeClearStatus;
    PREGISTER_FOR_DEVICE_NOTIFICATIONS2 RegisterForDeviceNotifications;
    PUNREGISTER_FOR_DEVICE_NOTIFICATIONS2 UnregisterForDeviceNotifications;
} ACPI_INTERFACE_STANDARD2, *PACPI_INTERFACE_STANDARD2;

typedef struct _PLUGPLAY_NOTIFICATION_HEADER {
    USHORT Version;
    USHORT Size;
    GUID Event;
} PLUGPLAY_NOTIFICATION_HEADER, *PPLUGPLAY_NOTIFICATION_HEADER;

typedef struct _HWPROFILE_CHANGE_NOTIFICATION {
    USHORT Version;
    USHORT Size;
    GUID Event;
} HWPROFILE_CHANGE_NOTIFICATION, *PHWPROFILE_CHANGE_NOTIFICATION;

typedef struct _DEVICE_INTERFACE_CHANGE_NOTIFICATION {
    USHORT Version;
    USHORT Size;
    GUID Event;
    GUID InterfaceClassGuid;
    PUNICODE_STRING SymbolicLinkName;
} DEVICE_INTERFACE_CHANGE_NOTIFICATION, *PDEVICE_INTERFACE_CHANGE_NOTIFICATION;

typedef struct _TARGET_DEVICE_REMOVAL_NOTIFICATION {
    USHORT Version;
    USHORT Size;
    GUID Event;
    PFILE_OBJECT FileObject;
} TARGET_DEVICE_REMOVAL_NOTIFICATION, *PTARGET_DEVICE_REMOVAL_NOTIFICATION;

typedef struct _TARGET_DEVICE_CUSTOM_NOTIFICATION {
    USHORT Version;
    USHORT Size;
    GUID Event;
    PFILE_OBJECT FileObject;
    LONG NameBufferOffset;
    UCHAR CustomDataBuffer[1];
} TARGET_DEVICE_CUSTOM_NOTIFICATION, *PTARGET_DEVICE_CUSTOM_NOTIFICATION;

typedef struct _PNP_REPLACE_MEMORY_LIST {
    ULONG AllocatedCount;
    ULONG Count;
    ULONGLONG TotalLength;
    struct {
        PHYSICAL_ADDRESS Address;
        ULONGLONG Length;
    } Ranges[1];
} PNP_REPLACE_MEMORY_LIST, *PPNP_REPLACE_MEMORY_LIST;

typedef struct _PNP_REPLACE_PROCESSOR_LIST {
    PKAFFINITY Affinity;
    ULONG GroupCount;
    ULONG AllocatedCount;
    ULONG Count;
    ULONG ApicIds[1];
} PNP_REPLACE_PROCESSOR_LIST, *PPNP_REPLACE_PROCESSOR_LIST;

typedef struct _PNP_REPLACE_PROCESSOR_LIST_V1 {
    KAFFINITY AffinityMask;
    ULONG AllocatedCount;
    ULONG Count;
    ULONG ApicIds[1];
} PNP_REPLACE_PROCESSOR_LIST_V1, *PPNP_REPLACE_PROCESSOR_LIST_V1;

typedef NTSTATUS (NTAPI *PREPLACE_MAP_MEMORY)(PHYSICAL_ADDRESS TargetPhysicalAddress, PHYSICAL_ADDRESS SparePhysicalAddress,
    PLARGE_INTEGER NumberOfBytes, PVOID *TargetAddress, PVOID *SpareAddress);

typedef struct _PNP_REPLACE_PARAMETERS {
    ULONG Size;
    ULONG Version;
    ULONG64 Target;
    ULONG64 Spare;
    PPNP_REPLACE_PROCESSOR_LIST TargetProcessors;
    PPNP_REPLACE_PROCESSOR_LIST SpareProcessors;
    PPNP_REPLACE_MEMORY_LIST TargetMemory;
    PPNP_REPLACE_MEMORY_LIST SpareMemory;
    PREPLACE_MAP_MEMORY MapMemory;
} PNP_REPLACE_PARAMETERS, *PPNP_REPLACE_PARAMETERS;

typedef void (NTAPI *PREPLACE_UNLOAD)(void);
typedef NTSTATUS (NTAPI *PREPLACE_BEGIN)(PPNP_REPLACE_PARAMETERS Parameters, PVOID *Context);
typedef NTSTATUS (NTAPI *PREPLACE_END)(PVOID Context);
typedef NTSTATUS (NTAPI *PREPLACE_MIRROR_PHYSICAL_MEMORY)(PVOID Context, PHYSICAL_ADDRESS PhysicalAddress, LARGE_INTEGER ByteCount);
typedef NTSTATUS (NTAPI *PREPLACE_SET_PROCESSOR_ID)(PVOID Context, ULONG ApicId, BOOLEAN Target);
typedef NTSTATUS (NTAPI *PREPLACE_SWAP)(PVOID Context);
typedef NTSTATUS (NTAPI *PREPLACE_INITIATE_HARDWARE_MIRROR)(PVOID Context);
typedef NTSTATUS (NTAPI *PREPLACE_MIRROR_PLATFORM_MEMORY)(PVOID Context);
typedef NTSTATUS (NTAPI *PREPLACE_GET_MEMORY_DESTINATION)(PVOID Context, PHYSICAL_ADDRESS SourceAddress, PPHYSICAL_ADDRESS DestinationAddress);
typedef NTSTATUS (NTAPI *PREPLACE_ENABLE_DISABLE_HARDWARE_QUIESCE)(PVOID Context, BOOLEAN Enable);

typedef struct _PNP_REPLACE_DRIVER_INTERFACE {
    ULONG Size;
    ULONG Version;
    ULONG Flags;
    PREPLACE_UNLOAD Unload;
    PREPLACE_BEGIN BeginReplace;
    PREPLACE_END EndReplace;
    PREPLACE_MIRROR_PHYSICAL_MEMORY MirrorPhysicalMemory;
    PREPLACE_SET_PROCESSOR_ID SetProcessorId;
    PREPLACE_SWAP Swap;
    PREPLACE_INITIATE_HARDWARE_MIRROR InitiateHardwareMirror;
    PREPLACE_MIRROR_PLATFORM_MEMORY MirrorPlatformMemory;
    PREPLACE_GET_MEMORY_DESTINATION GetMemoryDestination;
    PREPLACE_ENABLE_DISABLE_HARDWARE_QUIESCE EnableDisableHardwareQuiesce;
} PNP_REPLACE_DRIVER_INTERFACE, *PPNP_REPLACE_DRIVER_INTERFACE;

typedef void NTAPI DEVICE_RESET_COMPLETION(NTSTATUS Status, PVOID Context);
typedef DEVICE_RESET_COMPLETION *PDEVICE_RESET_COMPLETION;

typedef struct _FUNCTION_LEVEL_DEVICE_RESET_PARAMETERS {
    ULONG Size;
    PDEVICE_RESET_COMPLETION DeviceResetCompletion;
    PVOID CompletionContext;
} FUNCTION_LEVEL_DEVICE_RESET_PARAMETERS, *PFUNCTION_LEVEL_DEVICE_RESET_PARAMETERS;

typedef enum _DEVICE_RESET_TYPE {
    FunctionLevelDeviceReset,
    PlatformLevelDeviceReset,
} DEVICE_RESET_TYPE;

typedef NTSTATUS (NTAPI *PDEVICE_RESET_HANDLER)(PVOID InterfaceContext, DEVICE_RESET_TYPE ResetType, ULONG Flags, PVOID ResetParameters);

typedef struct _DEVICE_RESET_INTERFACE_STANDARD {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PDEVICE_RESET_HANDLER DeviceReset;
    ULONG SupportedResetTypes;
    PVOID Reserved;
} DEVICE_RESET_INTERFACE_STANDARD, *PDEVICE_RESET_INTERFACE_STANDARD;

typedef PEPROCESS NTAPI SECURE_DRIVER_PROCESS_REFERENCE(PVOID InterfaceContext);
typedef SECURE_DRIVER_PROCESS_REFERENCE *PSECURE_DRIVER_PROCESS_REFERENCE;
typedef void NTAPI SECURE_DRIVER_PROCESS_DEREFERENCE(PVOID InterfaceContext, PEPROCESS Process);
typedef SECURE_DRIVER_PROCESS_DEREFERENCE *PSECURE_DRIVER_PROCESS_DEREFERENCE;

typedef struct _SECURE_DRIVER_INTERFACE {
    INTERFACE InterfaceHeader;
    PSECURE_DRIVER_PROCESS_REFERENCE ProcessReference;
    PSECURE_DRIVER_PROCESS_DEREFERENCE ProcessDereference;
    ULONG Reserved;
} SECURE_DRIVER_INTERFACE, *PSECURE_DRIVER_INTERFACE;

typedef struct _SDEV_IDENTIFIER_INTERFACE {
    INTERFACE InterfaceHeader;
    PGET_SDEV_IDENTIFIER GetIdentifier;
} SDEV_IDENTIFIER_INTERFACE, *PSDEV_IDENTIFIER_INTERFACE;

typedef ULONG *PPNP_DEVICE_STATE;
typedef NTSTATUS (NTAPI *PREPLACE_DRIVER_INIT)(PPNP_REPLACE_DRIVER_INTERFACE Interface, PVOID Unused);

NTKERNELAPI NTSTATUS NTAPI IoGetBootDiskInformation(PBOOTDISK_INFORMATION BootDiskInformation, ULONG Size);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoGetBootDiskInformationLite(PBOOTDISK_INFORMATION_LITE *BootDiskInformation);
NTKERNELAPI NTSTATUS NTAPI IoGetDeviceInterfaceAlias(PUNICODE_STRING SymbolicLinkName, const GUID *AliasInterfaceClassGuid,
    PUNICODE_STRING AliasSymbolicLinkName);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoGetDeviceInterfacePropertyData(PUNICODE_STRING SymbolicLinkName, const DEVPROPKEY *PropertyKey, LCID Lcid, ULONG Flags,
    ULONG Size, PVOID Data, PULONG RequiredSize, PDEVPROPTYPE Type);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoGetDeviceInterfaces(const GUID *InterfaceClassGuid, PDEVICE_OBJECT PhysicalDeviceObject, ULONG Flags,
    PZZWSTR *SymbolicLinkList);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoGetDeviceNumaNode(PDEVICE_OBJECT Pdo, PUSHORT NodeNumber);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoGetDeviceProperty(PDEVICE_OBJECT DeviceObject, DEVICE_REGISTRY_PROPERTY DeviceProperty, ULONG BufferLength,
    PVOID PropertyBuffer, PULONG ResultLength);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoGetDevicePropertyData(PDEVICE_OBJECT Pdo, const DEVPROPKEY *PropertyKey, LCID Lcid, ULONG Flags, ULONG Size, PVOID Data,
    PULONG RequiredSize, PDEVPROPTYPE Type);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI IoInvalidateDeviceRelations(PDEVICE_OBJECT DeviceObject, DEVICE_RELATION_TYPE Type);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI IoInvalidateDeviceState(PDEVICE_OBJECT PhysicalDeviceObject);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoRegisterDeviceInterface(PDEVICE_OBJECT PhysicalDeviceObject, const GUID *InterfaceClassGuid,
    PUNICODE_STRING ReferenceString, PUNICODE_STRING SymbolicLinkName);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoRegisterPlugPlayNotification(IO_NOTIFICATION_EVENT_CATEGORY EventCategory, ULONG EventCategoryFlags,
    PVOID EventCategoryData, PDRIVER_OBJECT DriverObject, PDRIVER_NOTIFICATION_CALLBACK_ROUTINE CallbackRoutine, PVOID Context,
    PVOID *NotificationEntry);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoReportTargetDeviceChange(PDEVICE_OBJECT PhysicalDeviceObject, PVOID NotificationStructure);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoReportTargetDeviceChangeAsynchronous(PDEVICE_OBJECT PhysicalDeviceObject, PVOID NotificationStructure,
    PDEVICE_CHANGE_COMPLETE_CALLBACK Callback, PVOID Context);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI IoRequestDeviceEject(PDEVICE_OBJECT PhysicalDeviceObject);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoRequestDeviceEjectEx(PDEVICE_OBJECT PhysicalDeviceObject, PIO_DEVICE_EJECT_CALLBACK Callback, PVOID Context,
    PDRIVER_OBJECT DriverObject);
NTKERNELAPI NTSTATUS NTAPI IoSetDeviceInterfacePropertyData(PUNICODE_STRING SymbolicLinkName, const DEVPROPKEY *PropertyKey, LCID Lcid, ULONG Flags,
    DEVPROPTYPE Type, ULONG Size, PVOID Data);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoSetDeviceInterfaceState(PUNICODE_STRING SymbolicLinkName, BOOLEAN Enable);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoSetDevicePropertyData(PDEVICE_OBJECT Pdo, const DEVPROPKEY *PropertyKey, LCID Lcid, ULONG Flags, DEVPROPTYPE Type,
    ULONG Size, PVOID Data);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoUnregisterPlugPlayNotification(PVOID NotificationEntry);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoUnregisterPlugPlayNotificationEx(PVOID NotificationEntry);  /* IRQL PASSIVE_LEVEL */

#endif
