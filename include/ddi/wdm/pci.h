/*
 * wdm/pci.h: PCI configuration space.
 * learn.microsoft.com/windows-hardware/drivers/pci/
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/wdm/ + nf-wdm-<function>, ns-wdm-_<structure>, ne-wdm-_<enumeration>, nc-wdm-<callback>, all lower case.
 * A part of wdm.h: include that.
 */
#ifndef FLUE_DDI_WDM_PCI_H
#define FLUE_DDI_WDM_PCI_H

#define PCI_SECURITY_INTERFACE_VERSION                          1
#define D3COLD_SUPPORT_INTERFACE_VERSION                        1
#define PCI_TYPE0_ADDRESSES                                     6
#define PCI_TYPE1_ADDRESSES                                     2
#define PCI_TYPE2_ADDRESSES                                     5
#define PCI_COMMON_HDR_LENGTH                                   0x40
#define PCI_EXTENDED_CONFIG_LENGTH                              0x00001000
#define PCI_MAX_DEVICES                                         0x20
#define PCI_MAX_FUNCTION                                        8
#define PCI_MAX_BRIDGE_NUMBER                                   255
#define PCI_INVALID_VENDORID                                    0x0000FFFF
#define PCI_MULTIFUNCTION                                       0x80
#define PCI_DEVICE_TYPE                                         0
#define PCI_BRIDGE_TYPE                                         1
#define PCI_CARDBUS_BRIDGE_TYPE                                 2
#define PCI_ENABLE_IO_SPACE                                     1
#define PCI_ENABLE_MEMORY_SPACE                                 2
#define PCI_ENABLE_BUS_MASTER                                   4
#define PCI_ENABLE_SPECIAL_CYCLES                               8
#define PCI_ENABLE_WRITE_AND_INVALIDATE                         0x10
#define PCI_ENABLE_VGA_COMPATIBLE_PALETTE                       0x20
#define PCI_ENABLE_PARITY                                       0x40
#define PCI_ENABLE_WAIT_CYCLE                                   0x80
#define PCI_ENABLE_SERR                                         0x00000100
#define PCI_ENABLE_FAST_BACK_TO_BACK                            0x00000200
#define PCI_DISABLE_LEVEL_INTERRUPT                             0x00000400
#define PCI_STATUS_INTERRUPT_PENDING                            8
#define PCI_STATUS_CAPABILITIES_LIST                            0x10
#define PCI_STATUS_66MHZ_CAPABLE                                0x20
#define PCI_STATUS_UDF_SUPPORTED                                0x40
#define PCI_STATUS_FAST_BACK_TO_BACK                            0x80
#define PCI_STATUS_DATA_PARITY_DETECTED                         0x00000100
#define PCI_STATUS_DEVSEL                                       0x00000600
#define PCI_STATUS_SIGNALED_TARGET_ABORT                        0x00000800
#define PCI_STATUS_RECEIVED_TARGET_ABORT                        0x00001000
#define PCI_STATUS_RECEIVED_MASTER_ABORT                        0x00002000
#define PCI_STATUS_SIGNALED_SYSTEM_ERROR                        0x00004000
#define PCI_STATUS_DETECTED_PARITY_ERROR                        0x00008000
#define PCI_WHICHSPACE_CONFIG                                   0
#define PCI_WHICHSPACE_ROM                                      0x52696350
#define PCI_CAPABILITY_ID_POWER_MANAGEMENT                      1
#define PCI_CAPABILITY_ID_AGP                                   2
#define PCI_CAPABILITY_ID_VPD                                   3
#define PCI_CAPABILITY_ID_SLOT_ID                               4
#define PCI_CAPABILITY_ID_MSI                                   5
#define PCI_CAPABILITY_ID_CPCI_HOTSWAP                          6
#define PCI_CAPABILITY_ID_PCIX                                  7
#define PCI_CAPABILITY_ID_HYPERTRANSPORT                        8
#define PCI_CAPABILITY_ID_VENDOR_SPECIFIC                       9
#define PCI_CAPABILITY_ID_DEBUG_PORT                            10
#define PCI_CAPABILITY_ID_CPCI_RES_CTRL                         11
#define PCI_CAPABILITY_ID_SHPC                                  12
#define PCI_CAPABILITY_ID_P2P_SSID                              13
#define PCI_CAPABILITY_ID_AGP_TARGET                            14
#define PCI_CAPABILITY_ID_SECURE                                15
#define PCI_CAPABILITY_ID_MSIX                                  17
#define PCI_CAPABILITY_ID_SATA_CONFIG                           18
#define PCI_CAPABILITY_ID_ADVANCED_FEATURES                     19
#define PCI_CLASS_PRE_20                                        0
#define PCI_CLASS_MASS_STORAGE_CTLR                             1
#define PCI_CLASS_NETWORK_CTLR                                  2
#define PCI_CLASS_DISPLAY_CTLR                                  3
#define PCI_CLASS_MULTIMEDIA_DEV                                4
#define PCI_CLASS_MEMORY_CTLR                                   5
#define PCI_CLASS_BRIDGE_DEV                                    6
#define PCI_CLASS_SIMPLE_COMMS_CTLR                             7
#define PCI_CLASS_BASE_SYSTEM_DEV                               8
#define PCI_CLASS_INPUT_DEV                                     9
#define PCI_CLASS_DOCKING_STATION                               10
#define PCI_CLASS_PROCESSOR                                     11
#define PCI_CLASS_SERIAL_BUS_CTLR                               12
#define PCI_CLASS_WIRELESS_CTLR                                 13
#define PCI_CLASS_INTELLIGENT_IO_CTLR                           14
#define PCI_CLASS_SATELLITE_COMMS_CTLR                          15
#define PCI_CLASS_ENCRYPTION_DECRYPTION                         0x10
#define PCI_CLASS_DATA_ACQ_SIGNAL_PROC                          17
#define PCI_CLASS_NOT_DEFINED                                   255
#define PCI_SUBCLASS_PRE_20_NON_VGA                             0
#define PCI_SUBCLASS_PRE_20_VGA                                 1
#define PCI_SUBCLASS_MSC_SCSI_BUS_CTLR                          0
#define PCI_SUBCLASS_MSC_IDE_CTLR                               1
#define PCI_SUBCLASS_MSC_FLOPPY_CTLR                            2
#define PCI_SUBCLASS_MSC_IPI_CTLR                               3
#define PCI_SUBCLASS_MSC_RAID_CTLR                              4
#define PCI_SUBCLASS_MSC_AHCI_CTLR                              6
#define PCI_SUBCLASS_MSC_NVM_CTLR                               8
#define PCI_SUBCLASS_MSC_OTHER                                  0x80
#define PCI_PROGRAMMING_INTERFACE_MSC_NVM_EXPRESS               2
#define PCI_SUBCLASS_NET_ETHERNET_CTLR                          0
#define PCI_SUBCLASS_NET_TOKEN_RING_CTLR                        1
#define PCI_SUBCLASS_NET_FDDI_CTLR                              2
#define PCI_SUBCLASS_NET_ATM_CTLR                               3
#define PCI_SUBCLASS_NET_ISDN_CTLR                              4
#define PCI_SUBCLASS_NET_OTHER                                  0x80
#define PCI_SUBCLASS_VID_VGA_CTLR                               0
#define PCI_SUBCLASS_VID_XGA_CTLR                               1
#define PCI_SUBLCASS_VID_3D_CTLR                                2
#define PCI_SUBCLASS_VID_OTHER                                  0x80
#define PCI_SUBCLASS_MM_VIDEO_DEV                               0
#define PCI_SUBCLASS_MM_AUDIO_DEV                               1
#define PCI_SUBCLASS_MM_TELEPHONY_DEV                           2
#define PCI_SUBCLASS_MM_OTHER                                   0x80
#define PCI_SUBCLASS_MEM_RAM                                    0
#define PCI_SUBCLASS_MEM_FLASH                                  1
#define PCI_SUBCLASS_MEM_OTHER                                  0x80
#define PCI_SUBCLASS_BR_HOST                                    0
#define PCI_SUBCLASS_BR_ISA                                     1
#define PCI_SUBCLASS_BR_EISA                                    2
#define PCI_SUBCLASS_BR_MCA                                     3
#define PCI_SUBCLASS_BR_PCI_TO_PCI                              4
#define PCI_SUBCLASS_BR_PCMCIA                                  5
#define PCI_SUBCLASS_BR_NUBUS                                   6
#define PCI_SUBCLASS_BR_CARDBUS                                 7
#define PCI_SUBCLASS_BR_RACEWAY                                 8
#define PCI_SUBCLASS_BR_OTHER                                   0x80
#define PCI_SUBCLASS_COM_SERIAL                                 0
#define PCI_SUBCLASS_COM_PARALLEL                               1
#define PCI_SUBCLASS_COM_MULTIPORT                              2
#define PCI_SUBCLASS_COM_MODEM                                  3
#define PCI_SUBCLASS_COM_OTHER                                  0x80
#define PCI_SUBCLASS_SYS_INTERRUPT_CTLR                         0
#define PCI_SUBCLASS_SYS_DMA_CTLR                               1
#define PCI_SUBCLASS_SYS_SYSTEM_TIMER                           2
#define PCI_SUBCLASS_SYS_REAL_TIME_CLOCK                        3
#define PCI_SUBCLASS_SYS_GEN_HOTPLUG_CTLR                       4
#define PCI_SUBCLASS_SYS_SDIO_CTRL                              5
#define PCI_SUBCLASS_SYS_OTHER                                  0x80
#define PCI_SUBCLASS_INP_KEYBOARD                               0
#define PCI_SUBCLASS_INP_DIGITIZER                              1
#define PCI_SUBCLASS_INP_MOUSE                                  2
#define PCI_SUBCLASS_INP_SCANNER                                3
#define PCI_SUBCLASS_INP_GAMEPORT                               4
#define PCI_SUBCLASS_INP_OTHER                                  0x80
#define PCI_SUBCLASS_DOC_GENERIC                                0
#define PCI_SUBCLASS_DOC_OTHER                                  0x80
#define PCI_SUBCLASS_PROC_386                                   0
#define PCI_SUBCLASS_PROC_486                                   1
#define PCI_SUBCLASS_PROC_PENTIUM                               2
#define PCI_SUBCLASS_PROC_ALPHA                                 0x10
#define PCI_SUBCLASS_PROC_POWERPC                               0x20
#define PCI_SUBCLASS_PROC_COPROCESSOR                           0x40
#define PCI_SUBCLASS_SB_IEEE1394                                0
#define PCI_SUBCLASS_SB_ACCESS                                  1
#define PCI_SUBCLASS_SB_SSA                                     2
#define PCI_SUBCLASS_SB_USB                                     3
#define PCI_SUBCLASS_SB_FIBRE_CHANNEL                           4
#define PCI_SUBCLASS_SB_SMBUS                                   5
#define PCI_SUBCLASS_SB_THUNDERBOLT                             10
#define PCI_SUBCLASS_WIRELESS_IRDA                              0
#define PCI_SUBCLASS_WIRELESS_CON_IR                            1
#define PCI_SUBCLASS_WIRELESS_RF                                0x10
#define PCI_SUBCLASS_WIRELESS_OTHER                             0x80
#define PCI_SUBCLASS_INTIO_I2O                                  0
#define PCI_SUBCLASS_SAT_TV                                     1
#define PCI_SUBCLASS_SAT_AUDIO                                  2
#define PCI_SUBCLASS_SAT_VOICE                                  3
#define PCI_SUBCLASS_SAT_DATA                                   4
#define PCI_SUBCLASS_CRYPTO_NET_COMP                            0
#define PCI_SUBCLASS_CRYPTO_ENTERTAINMENT                       0x10
#define PCI_SUBCLASS_CRYPTO_OTHER                               0x80
#define PCI_SUBCLASS_DASP_DPIO                                  0
#define PCI_SUBCLASS_DASP_OTHER                                 0x80
#define PCI_ADDRESS_IO_SPACE                                    1
#define PCI_ADDRESS_MEMORY_TYPE_MASK                            6
#define PCI_ADDRESS_MEMORY_PREFETCHABLE                         8
#define PCI_ADDRESS_IO_ADDRESS_MASK                             0xFFFFFFFC
#define PCI_ADDRESS_MEMORY_ADDRESS_MASK                         0xFFFFFFF0
#define PCI_ADDRESS_ROM_ADDRESS_MASK                            0xFFFFF800
#define PCI_TYPE_32BIT                                          0
#define PCI_TYPE_20BIT                                          2
#define PCI_TYPE_64BIT                                          4
#define PCI_ROMADDRESS_ENABLED                                  1
#define PCI_DEVICE_PRESENT_INTERFACE_VERSION                    1
#define PCI_USE_SUBSYSTEM_IDS                                   1
#define PCI_USE_REVISION                                        2
#define PCI_USE_VENDEV_IDS                                      4
#define PCI_USE_CLASS_SUBCLASS                                  8
#define PCI_USE_PROGIF                                          0x10
#define PCI_USE_LOCAL_BUS                                       0x20
#define PCI_USE_LOCAL_DEVICE                                    0x40
#define PCI_MSIX_TABLE_CONFIG_INTERFACE_VERSION                 1
#define PCI_MSIX_TABLE_CONFIG_MINIMUM_SIZE                      ((ULONGLONG)56)

typedef struct _PCI_VIRTUALIZATION_INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PSET_VIRTUAL_DEVICE_DATA SetVirtualFunctionData;
    PGET_VIRTUAL_DEVICE_DATA GetVirtualFunctionData;
    PGET_VIRTUAL_DEVICE_LOCATION GetLocation;
    PGET_VIRTUAL_DEVICE_RESOURCES GetResources;
    PENABLE_VIRTUALIZATION EnableVirtualization;
    PGET_VIRTUAL_FUNCTION_PROBED_BARS GetVirtualFunctionProbedBars;
} PCI_VIRTUALIZATION_INTERFACE, *PPCI_VIRTUALIZATION_INTERFACE;

typedef enum _PCI_ACS_BIT {
    PciAcsReserved,
    PciAcsBitEnable,
    PciAcsBitDisable,
    PciAcsBitDontCare,
} PCI_ACS_BIT, *PPCI_ACS_BIT;

typedef NTSTATUS NTAPI PCI_SET_ACS(PVOID Context, PCI_ACS_BIT EnableSourceValidation, PCI_ACS_BIT EnableTranslationBlocking,
    PCI_ACS_BIT EnableP2PRequestRedirect, PCI_ACS_BIT EnableCompletionRedirect, PCI_ACS_BIT EnableUpstreamForwarding, PCI_ACS_BIT EnableEgressControl,
    PCI_ACS_BIT EnableDirectTranslatedP2P);

typedef PCI_SET_ACS *PPCI_SET_ACS;

typedef struct _PCI_SECURITY_INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PPCI_SET_ACS SetAccessControlServices;
} PCI_SECURITY_INTERFACE, *PPCI_SECURITY_INTERFACE;

typedef struct _D3COLD_SUPPORT_INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PSET_D3COLD_SUPPORT SetD3ColdSupport;
    PGET_IDLE_WAKE_INFO GetIdleWakeInfo;
    PGET_D3COLD_CAPABILITY GetD3ColdCapability;
    PGET_D3COLD_CAPABILITY GetBusDriverD3ColdSupport;
    PGET_D3COLD_LAST_TRANSITION_STATUS GetLastTransitionStatus;
} D3COLD_SUPPORT_INTERFACE, *PD3COLD_SUPPORT_INTERFACE;

typedef struct _PCI_SLOT_NUMBER {
    union {
        struct {
            ULONG DeviceNumber : 5;
            ULONG FunctionNumber : 3;
            ULONG Reserved : 24;
        } bits;
        ULONG AsULONG;
    } u;
} PCI_SLOT_NUMBER, *PPCI_SLOT_NUMBER;

struct _PCI_HEADER_TYPE_0 {
    ULONG BaseAddresses[6];
    ULONG CIS;
    USHORT SubVendorID;
    USHORT SubSystemID;
    ULONG ROMBaseAddress;
    UCHAR CapabilitiesPtr;
    UCHAR Reserved1[3];
    ULONG Reserved2;
    UCHAR InterruptLine;
    UCHAR InterruptPin;
    UCHAR MinimumGrant;
    UCHAR MaximumLatency;
};

struct _PCI_HEADER_TYPE_1 {
    ULONG BaseAddresses[2];
    UCHAR PrimaryBus;
    UCHAR SecondaryBus;
    UCHAR SubordinateBus;
    UCHAR SecondaryLatency;
    UCHAR IOBase;
    UCHAR IOLimit;
    USHORT SecondaryStatus;
    USHORT MemoryBase;
    USHORT MemoryLimit;
    USHORT PrefetchBase;
    USHORT PrefetchLimit;
    ULONG PrefetchBaseUpper32;
    ULONG PrefetchLimitUpper32;
    USHORT IOBaseUpper16;
    USHORT IOLimitUpper16;
    UCHAR CapabilitiesPtr;
    UCHAR Reserved1[3];
    ULONG ROMBaseAddress;
    UCHAR InterruptLine;
    UCHAR InterruptPin;
    USHORT BridgeControl;
};

struct _PCI_HEADER_TYPE_2 {
    ULONG SocketRegistersBaseAddress;
    UCHAR CapabilitiesPtr;
    UCHAR Reserved;
    USHORT SecondaryStatus;
    UCHAR PrimaryBus;
    UCHAR SecondaryBus;
    UCHAR SubordinateBus;
    UCHAR SecondaryLatency;
    struct {
        ULONG Base;
        ULONG Limit;
    } Range[4];
    UCHAR InterruptLine;
    UCHAR InterruptPin;
    USHORT BridgeControl;
};

typedef struct _PCI_COMMON_HEADER {
    USHORT VendorID;
    USHORT DeviceID;
    USHORT Command;
    USHORT Status;
    UCHAR RevisionID;
    UCHAR ProgIf;
    UCHAR SubClass;
    UCHAR BaseClass;
    UCHAR CacheLineSize;
    UCHAR LatencyTimer;
    UCHAR HeaderType;
    UCHAR BIST;
    union {
        struct _PCI_HEADER_TYPE_0 type0;
        struct _PCI_HEADER_TYPE_1 type1;
        struct _PCI_HEADER_TYPE_2 type2;
    } u;
} PCI_COMMON_HEADER, *PPCI_COMMON_HEADER;

/* The 256 bytes of PCI configuration space. learn.microsoft.com/windows-hardware/drivers/ddi/wdm/ns-wdm-_pci_common_config */
typedef struct _PCI_COMMON_CONFIG {
    struct _PCI_COMMON_HEADER; /* its members are this structure's own */
    UCHAR DeviceSpecific[192];
} PCI_COMMON_CONFIG, *PPCI_COMMON_CONFIG;

typedef struct _PCI_CAPABILITIES_HEADER {
    UCHAR CapabilityID;
    UCHAR Next;
} PCI_CAPABILITIES_HEADER, *PPCI_CAPABILITIES_HEADER;

struct _PM_SUPPORT {
    UCHAR Rsvd2 : 1;
    UCHAR D1 : 1;
    UCHAR D2 : 1;
    UCHAR PMED0 : 1;
    UCHAR PMED1 : 1;
    UCHAR PMED2 : 1;
    UCHAR PMED3Hot : 1;
    UCHAR PMED3Cold : 1;
};

typedef struct _PCI_PMC {
    UCHAR Version : 3;
    UCHAR PMEClock : 1;
    UCHAR Rsvd1 : 1;
    UCHAR DeviceSpecificInitialization : 1;
    UCHAR Rsvd2 : 2;
    struct _PM_SUPPORT Support;
} PCI_PMC, *PPCI_PMC;

typedef struct _PCI_PMCSR {
    USHORT PowerState : 2;
    USHORT Rsvd1 : 1;
    USHORT NoSoftReset : 1;
    USHORT Rsvd2 : 4;
    USHORT PMEEnable : 1;
    USHORT DataSelect : 4;
    USHORT DataScale : 2;
    USHORT PMEStatus : 1;
} PCI_PMCSR, *PPCI_PMCSR;

typedef struct _PCI_PMCSR_BSE {
    UCHAR Rsvd1 : 6;
    UCHAR D3HotSupportsStopClock : 1;
    UCHAR BusPowerClockControlEnabled : 1;
} PCI_PMCSR_BSE, *PPCI_PMCSR_BSE;

typedef struct _PCI_PM_CAPABILITY {
    PCI_CAPABILITIES_HEADER Header;
    union {
        PCI_PMC Capabilities;
        USHORT AsUSHORT;
    } PMC;
    union {
        PCI_PMCSR ControlStatus;
        USHORT AsUSHORT;
    } PMCSR;
    union {
        PCI_PMCSR_BSE BridgeSupport;
        UCHAR AsUCHAR;
    } PMCSR_BSE;
    UCHAR Data;
} PCI_PM_CAPABILITY, *PPCI_PM_CAPABILITY;

typedef struct PCI_X_CAPABILITY {
    PCI_CAPABILITIES_HEADER Header;
    union {
        struct {
            USHORT DataParityErrorRecoveryEnable : 1;
            USHORT EnableRelaxedOrdering : 1;
            USHORT MaxMemoryReadByteCount : 2;
            USHORT MaxOutstandingSplitTransactions : 3;
            USHORT Reserved : 9;
        } bits;
        USHORT AsUSHORT;
    } Command;
    union {
        struct {
            ULONG FunctionNumber : 3;
            ULONG DeviceNumber : 5;
            ULONG BusNumber : 8;
            ULONG Device64Bit : 1;
            ULONG Capable133MHz : 1;
            ULONG SplitCompletionDiscarded : 1;
            ULONG UnexpectedSplitCompletion : 1;
            ULONG DeviceComplexity : 1;
            ULONG DesignedMaxMemoryReadByteCount : 2;
            ULONG DesignedMaxOutstandingSplitTransactions : 3;
            ULONG DesignedMaxCumulativeReadSize : 3;
            ULONG ReceivedSplitCompletionErrorMessage : 1;
            ULONG CapablePCIX266 : 1;
            ULONG CapablePCIX533 : 1;
        } bits;
        ULONG AsULONG;
    } Status;
} PCI_X_CAPABILITY, *PPCI_X_CAPABILITY;

typedef struct _PCI_DEVICE_PRESENCE_PARAMETERS {
    ULONG Size;
    ULONG Flags;
    USHORT VendorID;
    USHORT DeviceID;
    UCHAR RevisionID;
    USHORT SubVendorID;
    USHORT SubSystemID;
    UCHAR BaseClass;
    UCHAR SubClass;
    UCHAR ProgIf;
} PCI_DEVICE_PRESENCE_PARAMETERS, *PPCI_DEVICE_PRESENCE_PARAMETERS;

typedef BOOLEAN NTAPI PCI_IS_DEVICE_PRESENT(USHORT VendorID, USHORT DeviceID, UCHAR RevisionID, USHORT SubVendorID, USHORT SubSystemID, ULONG Flags);
typedef PCI_IS_DEVICE_PRESENT *PPCI_IS_DEVICE_PRESENT;
typedef BOOLEAN NTAPI PCI_IS_DEVICE_PRESENT_EX(PVOID Context, PPCI_DEVICE_PRESENCE_PARAMETERS Parameters);
typedef PCI_IS_DEVICE_PRESENT_EX *PPCI_IS_DEVICE_PRESENT_EX;

typedef struct _PCI_DEVICE_PRESENT_INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PPCI_IS_DEVICE_PRESENT IsDevicePresent;
    PPCI_IS_DEVICE_PRESENT_EX IsDevicePresentEx;
} PCI_DEVICE_PRESENT_INTERFACE, *PPCI_DEVICE_PRESENT_INTERFACE;

typedef NTSTATUS NTAPI PCI_MSIX_SET_ENTRY(PVOID Context, ULONG TableEntry, ULONG MessageNumber);  /* IRQL <= DIRQL */
typedef PCI_MSIX_SET_ENTRY *PPCI_MSIX_SET_ENTRY;
typedef NTSTATUS NTAPI PCI_MSIX_MASKUNMASK_ENTRY(PVOID Context, ULONG TableEntry);  /* IRQL <= DIRQL */
typedef PCI_MSIX_MASKUNMASK_ENTRY *PPCI_MSIX_MASKUNMASK_ENTRY;
typedef NTSTATUS NTAPI PCI_MSIX_GET_ENTRY(PVOID Context, ULONG TableEntry, PULONG MessageNumber, PBOOLEAN Masked);
typedef PCI_MSIX_GET_ENTRY *PPCI_MSIX_GET_ENTRY;
typedef NTSTATUS NTAPI PCI_MSIX_GET_TABLE_SIZE(PVOID Context, PULONG TableSize);
typedef PCI_MSIX_GET_TABLE_SIZE *PPCI_MSIX_GET_TABLE_SIZE;

typedef struct _PCI_MSIX_TABLE_CONFIG_INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PPCI_MSIX_SET_ENTRY SetTableEntry;
    PPCI_MSIX_MASKUNMASK_ENTRY MaskTableEntry;
    PPCI_MSIX_MASKUNMASK_ENTRY UnmaskTableEntry;
    PPCI_MSIX_GET_ENTRY GetTableEntry;
    PPCI_MSIX_GET_TABLE_SIZE GetTableSize;
} PCI_MSIX_TABLE_CONFIG_INTERFACE, *PPCI_MSIX_TABLE_CONFIG_INTERFACE;

typedef const IMAGE_POLICY_ENTRY *PCIMAGE_POLICY_ENTRY;
typedef const IMAGE_POLICY_METADATA *PCIMAGE_POLICY_METADATA;
typedef union _PCI_EXPRESS_CORRECTABLE_ERROR_MASK PCI_EXPRESS_CORRECTABLE_ERROR_MASK, *PPCI_CORRECTABLE_ERROR_MASK;
typedef union _PCI_EXPRESS_CORRECTABLE_ERROR_STATUS PCI_EXPRESS_CORRECTABLE_ERROR_STATUS, *PPCI_CORRECTABLE_ERROR_STATUS;

#endif
