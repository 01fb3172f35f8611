/*
 * wdm/resources.h: hardware resources of a device.
 * learn.microsoft.com/windows-hardware/drivers/kernel/hardware-resources
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/wdm/ + nf-wdm-<function>, ns-wdm-_<structure>, ne-wdm-_<enumeration>, nc-wdm-<callback>, all lower case.
 * A part of wdm.h: include that.
 */
#ifndef FLUE_DDI_WDM_RESOURCES_H
#define FLUE_DDI_WDM_RESOURCES_H

#define SERVICE_KERNEL_DRIVER                                   1
#define SERVICE_FILE_SYSTEM_DRIVER                              2
#define SERVICE_ADAPTER                                         4
#define SERVICE_RECOGNIZER_DRIVER                               8
#define SERVICE_DRIVER                                          11
#define SERVICE_WIN32_OWN_PROCESS                               0x10
#define SERVICE_WIN32_SHARE_PROCESS                             0x20
#define SERVICE_WIN32                                           48
#define SERVICE_USER_SERVICE                                    0x40
#define SERVICE_USERSERVICE_INSTANCE                            0x80
#define SERVICE_USER_SHARE_PROCESS                              96
#define SERVICE_USER_OWN_PROCESS                                80
#define SERVICE_INTERACTIVE_PROCESS                             0x00000100
#define SERVICE_PKG_SERVICE                                     0x00000200
#define SERVICE_TYPE_ALL                                        0x000003FF
#define SERVICE_BOOT_START                                      0
#define SERVICE_SYSTEM_START                                    1
#define SERVICE_AUTO_START                                      2
#define SERVICE_DEMAND_START                                    3
#define SERVICE_DISABLED                                        4
#define SERVICE_ERROR_IGNORE                                    0
#define SERVICE_ERROR_NORMAL                                    1
#define SERVICE_ERROR_SEVERE                                    2
#define SERVICE_ERROR_CRITICAL                                  3
#define CM_SERVICE_NETWORK_BOOT_LOAD                            1
#define CM_SERVICE_VIRTUAL_DISK_BOOT_LOAD                       2
#define CM_SERVICE_USB_DISK_BOOT_LOAD                           4
#define CM_SERVICE_SD_DISK_BOOT_LOAD                            8
#define CM_SERVICE_USB3_DISK_BOOT_LOAD                          0x10
#define CM_SERVICE_MEASURED_BOOT_LOAD                           0x20
#define CM_SERVICE_VERIFIER_BOOT_LOAD                           0x40
#define CM_SERVICE_WINPE_BOOT_LOAD                              0x80
#define CM_SERVICE_VALID_PROMOTION_MASK                         0x000000FF
#define CM_RESOURCE_INTERRUPT_LEVEL_SENSITIVE                   0
#define CM_RESOURCE_INTERRUPT_LATCHED                           1
#define CM_RESOURCE_INTERRUPT_MESSAGE                           2
#define CM_RESOURCE_INTERRUPT_POLICY_INCLUDED                   4
#define CM_RESOURCE_INTERRUPT_SECONDARY_INTERRUPT               0x10
#define CM_RESOURCE_INTERRUPT_WAKE_HINT                         0x20
#define CM_RESOURCE_INTERRUPT_LEVEL_LATCHED_BITS                1
#define CM_RESOURCE_INTERRUPT_MESSAGE_TOKEN                     0xFFFFFFFE
#define CM_RESOURCE_MEMORY_READ_WRITE                           0
#define CM_RESOURCE_MEMORY_READ_ONLY                            1
#define CM_RESOURCE_MEMORY_WRITE_ONLY                           2
#define CM_RESOURCE_MEMORY_WRITEABILITY_MASK                    3
#define CM_RESOURCE_MEMORY_PREFETCHABLE                         4
#define CM_RESOURCE_MEMORY_COMBINEDWRITE                        8
#define CM_RESOURCE_MEMORY_24                                   0x10
#define CM_RESOURCE_MEMORY_CACHEABLE                            0x20
#define CM_RESOURCE_MEMORY_WINDOW_DECODE                        0x40
#define CM_RESOURCE_MEMORY_BAR                                  0x80
#define CM_RESOURCE_MEMORY_COMPAT_FOR_INACCESSIBLE_RANGE        0x00000100
#define CM_RESOURCE_MEMORY_LARGE                                0x00000E00
#define CM_RESOURCE_MEMORY_LARGE_40                             0x00000200
#define CM_RESOURCE_MEMORY_LARGE_48                             0x00000400
#define CM_RESOURCE_MEMORY_LARGE_64                             0x00000800
#define CM_RESOURCE_MEMORY_LARGE_40_MAXLEN                      0x000000FFFFFFFF00ULL
#define CM_RESOURCE_MEMORY_LARGE_48_MAXLEN                      0x0000FFFFFFFF0000ULL
#define CM_RESOURCE_MEMORY_LARGE_64_MAXLEN                      0xFFFFFFFF00000000ULL
#define CM_RESOURCE_PORT_MEMORY                                 0
#define CM_RESOURCE_PORT_IO                                     1
#define CM_RESOURCE_PORT_10_BIT_DECODE                          4
#define CM_RESOURCE_PORT_12_BIT_DECODE                          8
#define CM_RESOURCE_PORT_16_BIT_DECODE                          0x10
#define CM_RESOURCE_PORT_POSITIVE_DECODE                        0x20
#define CM_RESOURCE_PORT_PASSIVE_DECODE                         0x40
#define CM_RESOURCE_PORT_WINDOW_DECODE                          0x80
#define CM_RESOURCE_PORT_BAR                                    0x00000100
#define CM_RESOURCE_DMA_8                                       0
#define CM_RESOURCE_DMA_16                                      1
#define CM_RESOURCE_DMA_32                                      2
#define CM_RESOURCE_DMA_8_AND_16                                4
#define CM_RESOURCE_DMA_BUS_MASTER                              8
#define CM_RESOURCE_DMA_TYPE_A                                  0x10
#define CM_RESOURCE_DMA_TYPE_B                                  0x20
#define CM_RESOURCE_DMA_TYPE_F                                  0x40
#define CM_RESOURCE_DMA_V3                                      0x80
#define DMAV3_TRANFER_WIDTH_8                                   0
#define DMAV3_TRANFER_WIDTH_16                                  1
#define DMAV3_TRANFER_WIDTH_32                                  2
#define DMAV3_TRANFER_WIDTH_64                                  3
#define DMAV3_TRANFER_WIDTH_128                                 4
#define DMAV3_TRANFER_WIDTH_256                                 5
#define CM_RESOURCE_CONNECTION_CLASS_GPIO                       1
#define CM_RESOURCE_CONNECTION_CLASS_SERIAL                     2
#define CM_RESOURCE_CONNECTION_CLASS_FUNCTION_CONFIG            3
#define CM_RESOURCE_CONNECTION_TYPE_GPIO_IO                     2
#define CM_RESOURCE_CONNECTION_TYPE_SERIAL_I2C                  1
#define CM_RESOURCE_CONNECTION_TYPE_SERIAL_SPI                  2
#define CM_RESOURCE_CONNECTION_TYPE_SERIAL_UART                 3
#define CM_RESOURCE_CONNECTION_TYPE_FUNCTION_CONFIG             1
#define EISA_FUNCTION_ENABLED                                   0x80
#define EISA_FREE_FORM_DATA                                     0x40
#define EISA_HAS_PORT_INIT_ENTRY                                0x20
#define EISA_HAS_PORT_RANGE                                     0x10
#define EISA_HAS_DMA_ENTRY                                      8
#define EISA_HAS_IRQ_ENTRY                                      4
#define EISA_HAS_MEMORY_ENTRY                                   2
#define EISA_HAS_TYPE_ENTRY                                     1
#define EISA_HAS_INFORMATION                                    31
#define EISA_MORE_ENTRIES                                       0x80
#define EISA_SYSTEM_MEMORY                                      0
#define EISA_MEMORY_TYPE_RAM                                    1
#define EISA_INVALID_SLOT                                       0x80
#define EISA_INVALID_FUNCTION                                   129
#define EISA_INVALID_CONFIGURATION                              130
#define EISA_EMPTY_SLOT                                         131
#define EISA_INVALID_BIOS_CALL                                  134
#define IO_RESOURCE_PREFERRED                                   1
#define IO_RESOURCE_DEFAULT                                     2
#define IO_RESOURCE_ALTERNATIVE                                 8

typedef int CM_RESOURCE_TYPE;

#pragma pack(push, 4)
struct _CM_PARTIAL_RESOURCE_DESCRIPTOR {
    UCHAR Type;
    UCHAR ShareDisposition;
    USHORT Flags;
    union {
        struct {
            PHYSICAL_ADDRESS Start;
            ULONG Length;
        } Generic;
        struct {
            PHYSICAL_ADDRESS Start;
            ULONG Length;
        } Port;
        struct {
            ULONG Level;
            ULONG Vector;
            KAFFINITY Affinity;
        } Interrupt;
        struct {
            union {
                struct {
                    USHORT Reserved;
                    USHORT MessageCount;
                    ULONG Vector;
                    KAFFINITY Affinity;
                } Raw;
                struct {
                    ULONG Level;
                    ULONG Vector;
                    KAFFINITY Affinity;
                } Translated;
            };
        } MessageInterrupt;
        struct {
            PHYSICAL_ADDRESS Start;
            ULONG Length;
        } Memory;
        struct {
            ULONG Channel;
            ULONG Port;
            ULONG Reserved1;
        } Dma;
        struct {
            ULONG Channel;
            ULONG RequestLine;
            UCHAR TransferWidth;
            UCHAR Reserved1;
            UCHAR Reserved2;
            UCHAR Reserved3;
        } DmaV3;
        struct {
            ULONG Data[3];
        } DevicePrivate;
        struct {
            ULONG Start;
            ULONG Length;
            ULONG Reserved;
        } BusNumber;
        struct {
            ULONG DataSize;
            ULONG Reserved1;
            ULONG Reserved2;
        } DeviceSpecificData;
        struct {
            PHYSICAL_ADDRESS Start;
            ULONG Length40;
        } Memory40;
        struct {
            PHYSICAL_ADDRESS Start;
            ULONG Length48;
        } Memory48;
        struct {
            PHYSICAL_ADDRESS Start;
            ULONG Length64;
        } Memory64;
        struct {
            UCHAR Class;
            UCHAR Type;
            UCHAR Reserved1;
            UCHAR Reserved2;
            ULONG IdLowPart;
            ULONG IdHighPart;
        } Connection;
    } u;
};
#pragma pack(pop)

typedef struct _CM_PARTIAL_RESOURCE_LIST {
    USHORT Version;
    USHORT Revision;
    ULONG Count;
    CM_PARTIAL_RESOURCE_DESCRIPTOR PartialDescriptors[1];
} CM_PARTIAL_RESOURCE_LIST, *PCM_PARTIAL_RESOURCE_LIST;

typedef enum _INTERFACE_TYPE {
    InterfaceTypeUndefined = -1,
    Internal,
    Isa,
    Eisa,
    MicroChannel,
    TurboChannel,
    PCIBus,
    VMEBus,
    NuBus,
    PCMCIABus,
    CBus,
    MPIBus,
    MPSABus,
    ProcessorInternal,
    InternalPowerBus,
    PNPISABus,
    PNPBus,
    Vmcs,
    ACPIBus,
    MaximumInterfaceType,
} INTERFACE_TYPE, *PINTERFACE_TYPE;

typedef struct _CM_FULL_RESOURCE_DESCRIPTOR {
    INTERFACE_TYPE InterfaceType;
    ULONG BusNumber;
    CM_PARTIAL_RESOURCE_LIST PartialResourceList;
} CM_FULL_RESOURCE_DESCRIPTOR, *PCM_FULL_RESOURCE_DESCRIPTOR;

typedef struct _CM_RESOURCE_LIST {
    ULONG Count;
    CM_FULL_RESOURCE_DESCRIPTOR List[1];
} CM_RESOURCE_LIST, *PCM_RESOURCE_LIST;

typedef struct _DEVICE_FLAGS {
    ULONG Failed : 1;
    ULONG ReadOnly : 1;
    ULONG Removable : 1;
    ULONG ConsoleIn : 1;
    ULONG ConsoleOut : 1;
    ULONG Input : 1;
    ULONG Output : 1;
} DEVICE_FLAGS, *PDEVICE_FLAGS;

typedef struct _CM_COMPONENT_INFORMATION {
    DEVICE_FLAGS Flags;
    ULONG Version;
    ULONG Key;
    KAFFINITY AffinityMask;
} CM_COMPONENT_INFORMATION, *PCM_COMPONENT_INFORMATION;

typedef struct _CM_ROM_BLOCK {
    ULONG Address;
    ULONG Size;
} CM_ROM_BLOCK, *PCM_ROM_BLOCK;

#pragma pack(push, 1)
typedef struct _CM_INT13_DRIVE_PARAMETER {
    USHORT DriveSelect;
    ULONG MaxCylinders;
    USHORT SectorsPerTrack;
    USHORT MaxHeads;
    USHORT NumberDrives;
} CM_INT13_DRIVE_PARAMETER, *PCM_INT13_DRIVE_PARAMETER;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _CM_MCA_POS_DATA {
    USHORT AdapterId;
    UCHAR PosData1;
    UCHAR PosData2;
    UCHAR PosData3;
    UCHAR PosData4;
} CM_MCA_POS_DATA, *PCM_MCA_POS_DATA;
#pragma pack(pop)

typedef struct _EISA_MEMORY_TYPE {
    UCHAR ReadWrite : 1;
    UCHAR Cached : 1;
    UCHAR Reserved0 : 1;
    UCHAR Type : 2;
    UCHAR Shared : 1;
    UCHAR Reserved1 : 1;
    UCHAR MoreEntries : 1;
} EISA_MEMORY_TYPE, *PEISA_MEMORY_TYPE;

#pragma pack(push, 1)
typedef struct _EISA_MEMORY_CONFIGURATION {
    EISA_MEMORY_TYPE ConfigurationByte;
    UCHAR DataSize;
    USHORT AddressLowWord;
    UCHAR AddressHighByte;
    USHORT MemorySize;
} EISA_MEMORY_CONFIGURATION, *PEISA_MEMORY_CONFIGURATION;
#pragma pack(pop)

typedef struct _EISA_IRQ_DESCRIPTOR {
    UCHAR Interrupt : 4;
    UCHAR Reserved : 1;
    UCHAR LevelTriggered : 1;
    UCHAR Shared : 1;
    UCHAR MoreEntries : 1;
} EISA_IRQ_DESCRIPTOR, *PEISA_IRQ_DESCRIPTOR;

typedef struct _EISA_IRQ_CONFIGURATION {
    EISA_IRQ_DESCRIPTOR ConfigurationByte;
    UCHAR Reserved;
} EISA_IRQ_CONFIGURATION, *PEISA_IRQ_CONFIGURATION;

typedef struct _DMA_CONFIGURATION_BYTE0 {
    UCHAR Channel : 3;
    UCHAR Reserved : 3;
    UCHAR Shared : 1;
    UCHAR MoreEntries : 1;
} DMA_CONFIGURATION_BYTE0;

typedef struct _DMA_CONFIGURATION_BYTE1 {
    UCHAR Reserved0 : 2;
    UCHAR TransferSize : 2;
    UCHAR Timing : 2;
    UCHAR Reserved1 : 2;
} DMA_CONFIGURATION_BYTE1;

typedef struct _EISA_DMA_CONFIGURATION {
    DMA_CONFIGURATION_BYTE0 ConfigurationByte0;
    DMA_CONFIGURATION_BYTE1 ConfigurationByte1;
} EISA_DMA_CONFIGURATION, *PEISA_DMA_CONFIGURATION;

typedef struct _EISA_PORT_DESCRIPTOR {
    UCHAR NumberPorts : 5;
    UCHAR Reserved : 1;
    UCHAR Shared : 1;
    UCHAR MoreEntries : 1;
} EISA_PORT_DESCRIPTOR, *PEISA_PORT_DESCRIPTOR;

#pragma pack(push, 1)
typedef struct _EISA_PORT_CONFIGURATION {
    EISA_PORT_DESCRIPTOR Configuration;
    USHORT PortAddress;
} EISA_PORT_CONFIGURATION, *PEISA_PORT_CONFIGURATION;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _CM_EISA_SLOT_INFORMATION {
    UCHAR ReturnCode;
    UCHAR ReturnFlags;
    UCHAR MajorRevision;
    UCHAR MinorRevision;
    USHORT Checksum;
    UCHAR NumberFunctions;
    UCHAR FunctionInformation;
    ULONG CompressedId;
} CM_EISA_SLOT_INFORMATION, *PCM_EISA_SLOT_INFORMATION;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _CM_EISA_FUNCTION_INFORMATION {
    ULONG CompressedId;
    UCHAR IdSlotFlags1;
    UCHAR IdSlotFlags2;
    UCHAR MinorRevision;
    UCHAR MajorRevision;
    UCHAR Selections[26];
    UCHAR FunctionFlags;
    UCHAR TypeString[80];
    EISA_MEMORY_CONFIGURATION EisaMemory[9];
    EISA_IRQ_CONFIGURATION EisaIrq[7];
    EISA_DMA_CONFIGURATION EisaDma[4];
    EISA_PORT_CONFIGURATION EisaPort[20];
    UCHAR InitializationData[60];
} CM_EISA_FUNCTION_INFORMATION, *PCM_EISA_FUNCTION_INFORMATION;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _CM_PNP_BIOS_DEVICE_NODE {
    USHORT Size;
    UCHAR Node;
    ULONG ProductId;
    UCHAR DeviceType[3];
    USHORT DeviceAttributes;
} CM_PNP_BIOS_DEVICE_NODE, *PCM_PNP_BIOS_DEVICE_NODE;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _CM_PNP_BIOS_INSTALLATION_CHECK {
    UCHAR Signature[4];
    UCHAR Revision;
    UCHAR Length;
    USHORT ControlField;
    UCHAR Checksum;
    ULONG EventFlagAddress;
    USHORT RealModeEntryOffset;
    USHORT RealModeEntrySegment;
    USHORT ProtectedModeEntryOffset;
    ULONG ProtectedModeCodeBaseAddress;
    ULONG OemDeviceId;
    USHORT RealModeDataBaseAddress;
    ULONG ProtectedModeDataBaseAddress;
} CM_PNP_BIOS_INSTALLATION_CHECK, *PCM_PNP_BIOS_INSTALLATION_CHECK;
#pragma pack(pop)

typedef struct _CM_SCSI_DEVICE_DATA {
    USHORT Version;
    USHORT Revision;
    UCHAR HostIdentifier;
} CM_SCSI_DEVICE_DATA, *PCM_SCSI_DEVICE_DATA;

typedef struct _CM_VIDEO_DEVICE_DATA {
    USHORT Version;
    USHORT Revision;
    ULONG VideoClock;
} CM_VIDEO_DEVICE_DATA, *PCM_VIDEO_DEVICE_DATA;

typedef struct _CM_SONIC_DEVICE_DATA {
    USHORT Version;
    USHORT Revision;
    USHORT DataConfigurationRegister;
    UCHAR EthernetAddress[8];
} CM_SONIC_DEVICE_DATA, *PCM_SONIC_DEVICE_DATA;

typedef struct _CM_SERIAL_DEVICE_DATA {
    USHORT Version;
    USHORT Revision;
    ULONG BaudClock;
} CM_SERIAL_DEVICE_DATA, *PCM_SERIAL_DEVICE_DATA;

typedef struct _CM_MONITOR_DEVICE_DATA {
    USHORT Version;
    USHORT Revision;
    USHORT HorizontalScreenSize;
    USHORT VerticalScreenSize;
    USHORT HorizontalResolution;
    USHORT VerticalResolution;
    USHORT HorizontalDisplayTimeLow;
    USHORT HorizontalDisplayTime;
    USHORT HorizontalDisplayTimeHigh;
    USHORT HorizontalBackPorchLow;
    USHORT HorizontalBackPorch;
    USHORT HorizontalBackPorchHigh;
    USHORT HorizontalFrontPorchLow;
    USHORT HorizontalFrontPorch;
    USHORT HorizontalFrontPorchHigh;
    USHORT HorizontalSyncLow;
    USHORT HorizontalSync;
    USHORT HorizontalSyncHigh;
    USHORT VerticalBackPorchLow;
    USHORT VerticalBackPorch;
    USHORT VerticalBackPorchHigh;
    USHORT VerticalFrontPorchLow;
    USHORT VerticalFrontPorch;
    USHORT VerticalFrontPorchHigh;
    USHORT VerticalSyncLow;
    USHORT VerticalSync;
    USHORT VerticalSyncHigh;
} CM_MONITOR_DEVICE_DATA, *PCM_MONITOR_DEVICE_DATA;

typedef struct _CM_FLOPPY_DEVICE_DATA {
    USHORT Version;
    USHORT Revision;
    CHAR Size[8];
    ULONG MaxDensity;
    ULONG MountDensity;
    UCHAR StepRateHeadUnloadTime;
    UCHAR HeadLoadTime;
    UCHAR MotorOffTime;
    UCHAR SectorLengthCode;
    UCHAR SectorPerTrack;
    UCHAR ReadWriteGapLength;
    UCHAR DataTransferLength;
    UCHAR FormatGapLength;
    UCHAR FormatFillCharacter;
    UCHAR HeadSettleTime;
    UCHAR MotorSettleTime;
    UCHAR MaximumTrackValue;
    UCHAR DataTransferRate;
} CM_FLOPPY_DEVICE_DATA, *PCM_FLOPPY_DEVICE_DATA;

typedef struct _CM_KEYBOARD_DEVICE_DATA {
    USHORT Version;
    USHORT Revision;
    UCHAR Type;
    UCHAR Subtype;
    USHORT KeyboardFlags;
} CM_KEYBOARD_DEVICE_DATA, *PCM_KEYBOARD_DEVICE_DATA;

typedef struct _CM_DISK_GEOMETRY_DEVICE_DATA {
    ULONG BytesPerSector;
    ULONG NumberOfCylinders;
    ULONG SectorsPerTrack;
    ULONG NumberOfHeads;
} CM_DISK_GEOMETRY_DEVICE_DATA, *PCM_DISK_GEOMETRY_DEVICE_DATA;

typedef enum _IRQ_DEVICE_POLICY {
    IrqPolicyMachineDefault,
    IrqPolicyAllCloseProcessors,
    IrqPolicyOneCloseProcessor,
    IrqPolicyAllProcessorsInMachine,
    IrqPolicySpecifiedProcessors,
    IrqPolicySpreadMessagesAcrossAllProcessors,
    IrqPolicyAllProcessorsInMachineWhenSteered,
} IRQ_DEVICE_POLICY, *PIRQ_DEVICE_POLICY;

typedef enum _IRQ_PRIORITY {
    IrqPriorityUndefined,
    IrqPriorityLow,
    IrqPriorityNormal,
    IrqPriorityHigh,
} IRQ_PRIORITY, *PIRQ_PRIORITY;

struct _IO_RESOURCE_DESCRIPTOR {
    UCHAR Option;
    UCHAR Type;
    UCHAR ShareDisposition;
    UCHAR Spare1;
    USHORT Flags;
    USHORT Spare2;
    union {
        struct {
            ULONG Length;
            ULONG Alignment;
            PHYSICAL_ADDRESS MinimumAddress;
            PHYSICAL_ADDRESS MaximumAddress;
        } Port;
        struct {
            ULONG Length;
            ULONG Alignment;
            PHYSICAL_ADDRESS MinimumAddress;
            PHYSICAL_ADDRESS MaximumAddress;
        } Memory;
        struct {
            ULONG MinimumVector;
            ULONG MaximumVector;
            IRQ_DEVICE_POLICY AffinityPolicy;
            IRQ_PRIORITY PriorityPolicy;
            KAFFINITY TargetedProcessors;
        } Interrupt;
        struct {
            ULONG MinimumChannel;
            ULONG MaximumChannel;
        } Dma;
        struct {
            ULONG RequestLine;
            ULONG Reserved;
            ULONG Channel;
            ULONG TransferWidth;
        } DmaV3;
        struct {
            ULONG Length;
            ULONG Alignment;
            PHYSICAL_ADDRESS MinimumAddress;
            PHYSICAL_ADDRESS MaximumAddress;
        } Generic;
        struct {
            ULONG Data[3];
        } DevicePrivate;
        struct {
            ULONG Length;
            ULONG MinBusNumber;
            ULONG MaxBusNumber;
            ULONG Reserved;
        } BusNumber;
        struct {
            ULONG Priority;
            ULONG Reserved1;
            ULONG Reserved2;
        } ConfigData;
        struct {
            ULONG Length40;
            ULONG Alignment40;
            PHYSICAL_ADDRESS MinimumAddress;
            PHYSICAL_ADDRESS MaximumAddress;
        } Memory40;
        struct {
            ULONG Length48;
            ULONG Alignment48;
            PHYSICAL_ADDRESS MinimumAddress;
            PHYSICAL_ADDRESS MaximumAddress;
        } Memory48;
        struct {
            ULONG Length64;
            ULONG Alignment64;
            PHYSICAL_ADDRESS MinimumAddress;
            PHYSICAL_ADDRESS MaximumAddress;
        } Memory64;
        struct {
            UCHAR Class;
            UCHAR Type;
            UCHAR Reserved1;
            UCHAR Reserved2;
            ULONG IdLowPart;
            ULONG IdHighPart;
        } Connection;
    } u;
};

typedef struct _IO_RESOURCE_LIST {
    USHORT Version;
    USHORT Revision;
    ULONG Count;
    IO_RESOURCE_DESCRIPTOR Descriptors[1];
} IO_RESOURCE_LIST, *PIO_RESOURCE_LIST;

typedef struct _IO_RESOURCE_REQUIREMENTS_LIST {
    ULONG ListSize;
    INTERFACE_TYPE InterfaceType;
    ULONG BusNumber;
    ULONG SlotNumber;
    ULONG Reserved[3];
    ULONG AlternativeLists;
    IO_RESOURCE_LIST List[1];
} IO_RESOURCE_REQUIREMENTS_LIST, *PIO_RESOURCE_REQUIREMENTS_LIST;

typedef enum _CM_SHARE_DISPOSITION {
    CmResourceShareUndetermined,
    CmResourceShareDeviceExclusive,
    CmResourceShareDriverExclusive,
    CmResourceShareShared,
} CM_SHARE_DISPOSITION;

typedef enum _IRQ_GROUP_POLICY {
    GroupAffinityAllGroupZero,
    GroupAffinityDontCare,
} IRQ_GROUP_POLICY, *PIRQ_GROUP_POLICY;

typedef enum _CM_ERROR_CONTROL_TYPE {
    IgnoreError,
    NormalError,
    SevereError,
    CriticalError,
} SERVICE_ERROR_TYPE;

typedef enum _CM_SERVICE_LOAD_TYPE {
    BootLoad,
    SystemLoad,
    AutoLoad,
    DemandLoad,
    DisableLoad,
} SERVICE_LOAD_TYPE;

typedef enum _CM_SERVICE_NODE_TYPE {
    DriverType = 1,
    FileSystemType,
    Win32ServiceOwnProcess = 16,
    Win32ServiceShareProcess = 32,
    AdapterType = 4,
    RecognizerType = 8,
} SERVICE_NODE_TYPE;

#endif
