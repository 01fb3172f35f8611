/*
 * ntddk/whea_source.h: error sources and their description tables.
 * learn.microsoft.com/windows-hardware/drivers/whea/
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/ntddk/ + nf-ntddk-<function>, ns-ntddk-_<structure>, ne-ntddk-_<enumeration>, nc-ntddk-<callback>, all lower case.
 * A part of ntddk.h: include that.
 */
#ifndef FLUE_DDI_NTDDK_WHEA_SOURCE_H
#define FLUE_DDI_NTDDK_WHEA_SOURCE_H

#define DRIVER_VERIFIER_INJECT_ALLOCATION_FAILURES              4
#define WHEA_ERROR_SOURCE_DESCRIPTOR_VERSION_10                 10
#define WHEA_ERROR_SOURCE_FLAG_FIRMWAREFIRST                    1
#define WHEA_ERROR_SOURCE_FLAG_GLOBAL                           2
#define WHEA_ERROR_SOURCE_FLAG_PREALLOCATE_PER_PROCESSOR        4
#define WHEA_ERROR_SOURCE_FLAG_DEFAULTSOURCE                    0x80000000
#define WHEA_ERROR_SOURCE_DESCRIPTOR_TYPE_XPFMCE                0
#define WHEA_ERROR_SOURCE_DESCRIPTOR_TYPE_XPFCMC                1
#define WHEA_ERROR_SOURCE_DESCRIPTOR_TYPE_XPFNMI                2
#define WHEA_ERROR_SOURCE_DESCRIPTOR_TYPE_IPFMCA                3
#define WHEA_ERROR_SOURCE_DESCRIPTOR_TYPE_IPFCMC                4
#define WHEA_ERROR_SOURCE_DESCRIPTOR_TYPE_IPFCPE                5
#define WHEA_ERROR_SOURCE_DESCRIPTOR_TYPE_AERROOTPORT           6
#define WHEA_ERROR_SOURCE_DESCRIPTOR_TYPE_AERENDPOINT           7
#define WHEA_ERROR_SOURCE_DESCRIPTOR_TYPE_AERBRIDGE             8
#define WHEA_ERROR_SOURCE_DESCRIPTOR_TYPE_GENERIC               9
#define WHEA_ERROR_SOURCE_DESCRIPTOR_TYPE_GENERIC_V2            10
#define WHEA_XPF_MC_BANK_STATUSFORMAT_IA32MCA                   0
#define WHEA_XPF_MC_BANK_STATUSFORMAT_Intel64MCA                1
#define WHEA_XPF_MC_BANK_STATUSFORMAT_AMD64MCA                  2
#define WHEA_NOTIFICATION_TYPE_POLLED                           0
#define WHEA_NOTIFICATION_TYPE_EXTERNALINTERRUPT                1
#define WHEA_NOTIFICATION_TYPE_LOCALINTERRUPT                   2
#define WHEA_NOTIFICATION_TYPE_SCI                              3
#define WHEA_NOTIFICATION_TYPE_NMI                              4
#define WHEA_NOTIFICATION_TYPE_CMCI                             5
#define WHEA_NOTIFICATION_TYPE_MCE                              6
#define WHEA_NOTIFICATION_TYPE_GPIO_SIGNAL                      7
#define WHEA_NOTIFICATION_TYPE_ARMV8_SEA                        8
#define WHEA_NOTIFICATION_TYPE_ARMV8_SEI                        9
#define WHEA_NOTIFICATION_TYPE_EXTERNALINTERRUPT_GSIV           10
#define XPF_CACHE_CHECK_TRANSACTIONTYPE_INSTRUCTION             0
#define XPF_CACHE_CHECK_TRANSACTIONTYPE_DATAACCESS              1
#define XPF_CACHE_CHECK_TRANSACTIONTYPE_GENERIC                 2
#define XPF_CACHE_CHECK_OPERATION_GENERIC                       0
#define XPF_CACHE_CHECK_OPERATION_GENREAD                       1
#define XPF_CACHE_CHECK_OPERATION_GENWRITE                      2
#define XPF_CACHE_CHECK_OPERATION_DATAREAD                      3
#define XPF_CACHE_CHECK_OPERATION_DATAWRITE                     4
#define XPF_CACHE_CHECK_OPERATION_INSTRUCTIONFETCH              5
#define XPF_CACHE_CHECK_OPERATION_PREFETCH                      6
#define XPF_CACHE_CHECK_OPERATION_EVICTION                      7
#define XPF_CACHE_CHECK_OPERATION_SNOOP                         8
#define XPF_TLB_CHECK_TRANSACTIONTYPE_INSTRUCTION               0
#define XPF_TLB_CHECK_TRANSACTIONTYPE_DATAACCESS                1
#define XPF_TLB_CHECK_TRANSACTIONTYPE_GENERIC                   2
#define XPF_TLB_CHECK_OPERATION_GENERIC                         0
#define XPF_TLB_CHECK_OPERATION_GENREAD                         1
#define XPF_TLB_CHECK_OPERATION_GENWRITE                        2
#define XPF_TLB_CHECK_OPERATION_DATAREAD                        3
#define XPF_TLB_CHECK_OPERATION_DATAWRITE                       4
#define XPF_TLB_CHECK_OPERATION_INSTRUCTIONFETCH                5
#define XPF_TLB_CHECK_OPERATION_PREFETCH                        6
#define XPF_BUS_CHECK_TRANSACTIONTYPE_INSTRUCTION               0
#define XPF_BUS_CHECK_TRANSACTIONTYPE_DATAACCESS                1
#define XPF_BUS_CHECK_TRANSACTIONTYPE_GENERIC                   2
#define XPF_BUS_CHECK_OPERATION_GENERIC                         0
#define XPF_BUS_CHECK_OPERATION_GENREAD                         1
#define XPF_BUS_CHECK_OPERATION_GENWRITE                        2
#define XPF_BUS_CHECK_OPERATION_DATAREAD                        3
#define XPF_BUS_CHECK_OPERATION_DATAWRITE                       4
#define XPF_BUS_CHECK_OPERATION_INSTRUCTIONFETCH                5
#define XPF_BUS_CHECK_OPERATION_PREFETCH                        6
#define XPF_BUS_CHECK_PARTICIPATION_PROCORIGINATED              0
#define XPF_BUS_CHECK_PARTICIPATION_PROCRESPONDED               1
#define XPF_BUS_CHECK_PARTICIPATION_PROCOBSERVED                2
#define XPF_BUS_CHECK_PARTICIPATION_GENERIC                     3
#define XPF_BUS_CHECK_ADDRESS_MEMORY                            0
#define XPF_BUS_CHECK_ADDRESS_RESERVED                          1
#define XPF_BUS_CHECK_ADDRESS_IO                                2
#define XPF_BUS_CHECK_ADDRESS_OTHER                             3
#define XPF_MS_CHECK_ERRORTYPE_NOERROR                          0
#define XPF_MS_CHECK_ERRORTYPE_UNCLASSIFIED                     1
#define XPF_MS_CHECK_ERRORTYPE_MCROMPARITY                      2
#define XPF_MS_CHECK_ERRORTYPE_EXTERNAL                         3
#define XPF_MS_CHECK_ERRORTYPE_FRC                              4
#define XPF_MS_CHECK_ERRORTYPE_INTERNALUNCLASSIFIED             5
#define XPF_CONTEXT_INFO_UNCLASSIFIEDDATA                       0
#define XPF_CONTEXT_INFO_MSRREGISTERS                           1
#define XPF_CONTEXT_INFO_32BITCONTEXT                           2
#define XPF_CONTEXT_INFO_64BITCONTEXT                           3
#define XPF_CONTEXT_INFO_FXSAVE                                 4
#define XPF_CONTEXT_INFO_32BITDEBUGREGS                         5
#define XPF_CONTEXT_INFO_64BITDEBUGREGS                         6
#define XPF_CONTEXT_INFO_MMREGISTERS                            7
#define WHEA_XPF_MCA_EXTREG_MAX_COUNT                           24
#define WHEA_XPF_MCA_SECTION_VERSION                            1
#define INJECT_ERRTYPE_PROCESSOR_CORRECTABLE                    1
#define INJECT_ERRTYPE_PROCESSOR_UNCORRECTABLENONFATAL          2
#define INJECT_ERRTYPE_PROCESSOR_UNCORRECTABLEFATAL             4
#define INJECT_ERRTYPE_MEMORY_CORRECTABLE                       8
#define INJECT_ERRTYPE_MEMORY_UNCORRECTABLENONFATAL             0x10
#define INJECT_ERRTYPE_MEMORY_UNCORRECTABLEFATAL                0x20
#define INJECT_ERRTYPE_PCIEXPRESS_CORRECTABLE                   0x40
#define INJECT_ERRTYPE_PCIEXPRESS_UNCORRECTABLENONFATAL         0x80
#define INJECT_ERRTYPE_PCIEXPRESS_UNCORRECTABLEFATAL            0x00000100
#define INJECT_ERRTYPE_PLATFORM_CORRECTABLE                     0x00000200
#define INJECT_ERRTYPE_PLATFORM_UNCORRECTABLENONFATAL           0x00000400
#define INJECT_ERRTYPE_PLATFORM_UNCORRECTABLEFATAL              0x00000800
#define PshedFADiscovery                                        1
#define PshedFAErrorSourceControl                               2
#define PshedFAErrorRecordPersistence                           4
#define PshedFAErrorInfoRetrieval                               8
#define PshedFAErrorRecovery                                    0x10
#define PshedFAErrorInjection                                   0x20

typedef PDRIVER_EXCPTN_CALLBACK *PDRIVER_MCA_EXCEPTION_CALLBACK;

typedef struct _MCA_DRIVER_INFO {
    PDRIVER_MCA_EXCEPTION_CALLBACK ExceptionCallback;
    PKDEFERRED_ROUTINE DpcCallback;
    PVOID DeviceContext;
} MCA_DRIVER_INFO, *PMCA_DRIVER_INFO;

typedef struct _CMC_DRIVER_INFO {
    PDRIVER_CMC_EXCEPTION_CALLBACK ExceptionCallback;
    PKDEFERRED_ROUTINE DpcCallback;
    PVOID DeviceContext;
} CMC_DRIVER_INFO, *PCMC_DRIVER_INFO;

typedef struct _CPE_DRIVER_INFO {
    PDRIVER_CPE_EXCEPTION_CALLBACK ExceptionCallback;
    PKDEFERRED_ROUTINE DpcCallback;
    PVOID DeviceContext;
} CPE_DRIVER_INFO, *PCPE_DRIVER_INFO;

#pragma pack(push, 1)
typedef union _WHEA_NOTIFICATION_FLAGS {
    struct {
        USHORT PollIntervalRW : 1;
        USHORT SwitchToPollingThresholdRW : 1;
        USHORT SwitchToPollingWindowRW : 1;
        USHORT ErrorThresholdRW : 1;
        USHORT ErrorThresholdWindowRW : 1;
        USHORT Reserved : 11;
    };
    USHORT AsUSHORT;
} WHEA_NOTIFICATION_FLAGS, *PWHEA_NOTIFICATION_FLAGS;
#pragma pack(pop)

typedef union _XPF_MC_BANK_FLAGS {
    struct {
        UCHAR ClearOnInitializationRW : 1;
        UCHAR ControlDataRW : 1;
        UCHAR Reserved : 6;
    };
    UCHAR AsUCHAR;
} XPF_MC_BANK_FLAGS, *PXPF_MC_BANK_FLAGS;

#pragma pack(push, 1)
typedef union _XPF_MCE_FLAGS {
    struct {
        ULONG MCG_CapabilityRW : 1;
        ULONG MCG_GlobalControlRW : 1;
        ULONG Reserved : 30;
    };
    ULONG AsULONG;
} XPF_MCE_FLAGS, *PXPF_MCE_FLAGS;
#pragma pack(pop)

#pragma pack(push, 1)
typedef union _AER_ROOTPORT_DESCRIPTOR_FLAGS {
    struct {
        USHORT UncorrectableErrorMaskRW : 1;
        USHORT UncorrectableErrorSeverityRW : 1;
        USHORT CorrectableErrorMaskRW : 1;
        USHORT AdvancedCapsAndControlRW : 1;
        USHORT RootErrorCommandRW : 1;
        USHORT Reserved : 11;
    };
    USHORT AsUSHORT;
} AER_ROOTPORT_DESCRIPTOR_FLAGS, *PAER_ROOTPORT_DESCRIPTOR_FLAGS;
#pragma pack(pop)

#pragma pack(push, 1)
typedef union _AER_ENDPOINT_DESCRIPTOR_FLAGS {
    struct {
        USHORT UncorrectableErrorMaskRW : 1;
        USHORT UncorrectableErrorSeverityRW : 1;
        USHORT CorrectableErrorMaskRW : 1;
        USHORT AdvancedCapsAndControlRW : 1;
        USHORT Reserved : 12;
    };
    USHORT AsUSHORT;
} AER_ENDPOINT_DESCRIPTOR_FLAGS, *PAER_ENDPOINT_DESCRIPTOR_FLAGS;
#pragma pack(pop)

#pragma pack(push, 1)
typedef union _AER_BRIDGE_DESCRIPTOR_FLAGS {
    struct {
        USHORT UncorrectableErrorMaskRW : 1;
        USHORT UncorrectableErrorSeverityRW : 1;
        USHORT CorrectableErrorMaskRW : 1;
        USHORT AdvancedCapsAndControlRW : 1;
        USHORT SecondaryUncorrectableErrorMaskRW : 1;
        USHORT SecondaryUncorrectableErrorSevRW : 1;
        USHORT SecondaryCapsAndControlRW : 1;
        USHORT Reserved : 9;
    };
    USHORT AsUSHORT;
} AER_BRIDGE_DESCRIPTOR_FLAGS, *PAER_BRIDGE_DESCRIPTOR_FLAGS;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_NOTIFICATION_DESCRIPTOR {
    UCHAR Type;
    UCHAR Length;
    WHEA_NOTIFICATION_FLAGS Flags;
    union {
        struct {
            ULONG PollInterval;
        } Polled;
        struct {
            ULONG PollInterval;
            ULONG Vector;
            ULONG SwitchToPollingThreshold;
            ULONG SwitchToPollingWindow;
            ULONG ErrorThreshold;
            ULONG ErrorThresholdWindow;
        } Interrupt;
        struct {
            ULONG PollInterval;
            ULONG Vector;
            ULONG SwitchToPollingThreshold;
            ULONG SwitchToPollingWindow;
            ULONG ErrorThreshold;
            ULONG ErrorThresholdWindow;
        } LocalInterrupt;
        struct {
            ULONG PollInterval;
            ULONG Vector;
            ULONG SwitchToPollingThreshold;
            ULONG SwitchToPollingWindow;
            ULONG ErrorThreshold;
            ULONG ErrorThresholdWindow;
        } Sci;
        struct {
            ULONG PollInterval;
            ULONG Vector;
            ULONG SwitchToPollingThreshold;
            ULONG SwitchToPollingWindow;
            ULONG ErrorThreshold;
            ULONG ErrorThresholdWindow;
        } Nmi;
        struct {
            ULONG PollInterval;
            ULONG Vector;
            ULONG SwitchToPollingThreshold;
            ULONG SwitchToPollingWindow;
            ULONG ErrorThreshold;
            ULONG ErrorThresholdWindow;
        } Sea;
        struct {
            ULONG PollInterval;
            ULONG Vector;
            ULONG SwitchToPollingThreshold;
            ULONG SwitchToPollingWindow;
            ULONG ErrorThreshold;
            ULONG ErrorThresholdWindow;
        } Sei;
        struct {
            ULONG PollInterval;
            ULONG Vector;
            ULONG SwitchToPollingThreshold;
            ULONG SwitchToPollingWindow;
            ULONG ErrorThreshold;
            ULONG ErrorThresholdWindow;
        } Gsiv;
    } u;
} WHEA_NOTIFICATION_DESCRIPTOR, *PWHEA_NOTIFICATION_DESCRIPTOR;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_XPF_MC_BANK_DESCRIPTOR {
    UCHAR BankNumber;
    BOOLEAN ClearOnInitialization;
    UCHAR StatusDataFormat;
    XPF_MC_BANK_FLAGS Flags;
    ULONG ControlMsr;
    ULONG StatusMsr;
    ULONG AddressMsr;
    ULONG MiscMsr;
    ULONGLONG ControlData;
} WHEA_XPF_MC_BANK_DESCRIPTOR, *PWHEA_XPF_MC_BANK_DESCRIPTOR;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_XPF_MCE_DESCRIPTOR {
    USHORT Type;
    UCHAR Enabled;
    UCHAR NumberOfBanks;
    XPF_MCE_FLAGS Flags;
    ULONGLONG MCG_Capability;
    ULONGLONG MCG_GlobalControl;
    WHEA_XPF_MC_BANK_DESCRIPTOR Banks[32];
} WHEA_XPF_MCE_DESCRIPTOR, *PWHEA_XPF_MCE_DESCRIPTOR;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_XPF_CMC_DESCRIPTOR {
    USHORT Type;
    BOOLEAN Enabled;
    UCHAR NumberOfBanks;
    ULONG Reserved;
    WHEA_NOTIFICATION_DESCRIPTOR Notify;
    WHEA_XPF_MC_BANK_DESCRIPTOR Banks[32];
} WHEA_XPF_CMC_DESCRIPTOR, *PWHEA_XPF_CMC_DESCRIPTOR;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_XPF_NMI_DESCRIPTOR {
    USHORT Type;
    BOOLEAN Enabled;
} WHEA_XPF_NMI_DESCRIPTOR, *PWHEA_XPF_NMI_DESCRIPTOR;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_PCI_SLOT_NUMBER {
    union {
        struct {
            ULONG DeviceNumber : 5;
            ULONG FunctionNumber : 3;
            ULONG Reserved : 24;
        } bits;
        ULONG AsULONG;
    } u;
} WHEA_PCI_SLOT_NUMBER, *PWHEA_PCI_SLOT_NUMBER;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_AER_ROOTPORT_DESCRIPTOR {
    USHORT Type;
    BOOLEAN Enabled;
    UCHAR Reserved;
    ULONG BusNumber;
    WHEA_PCI_SLOT_NUMBER Slot;
    USHORT DeviceControl;
    AER_ROOTPORT_DESCRIPTOR_FLAGS Flags;
    ULONG UncorrectableErrorMask;
    ULONG UncorrectableErrorSeverity;
    ULONG CorrectableErrorMask;
    ULONG AdvancedCapsAndControl;
    ULONG RootErrorCommand;
} WHEA_AER_ROOTPORT_DESCRIPTOR, *PWHEA_AER_ROOTPORT_DESCRIPTOR;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_AER_ENDPOINT_DESCRIPTOR {
    USHORT Type;
    BOOLEAN Enabled;
    UCHAR Reserved;
    ULONG BusNumber;
    WHEA_PCI_SLOT_NUMBER Slot;
    USHORT DeviceControl;
    AER_ENDPOINT_DESCRIPTOR_FLAGS Flags;
    ULONG UncorrectableErrorMask;
    ULONG UncorrectableErrorSeverity;
    ULONG CorrectableErrorMask;
    ULONG AdvancedCapsAndControl;
} WHEA_AER_ENDPOINT_DESCRIPTOR, *PWHEA_AER_ENDPOINT_DESCRIPTOR;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_AER_BRIDGE_DESCRIPTOR {
    USHORT Type;
    BOOLEAN Enabled;
    UCHAR Reserved;
    ULONG BusNumber;
    WHEA_PCI_SLOT_NUMBER Slot;
    USHORT DeviceControl;
    AER_BRIDGE_DESCRIPTOR_FLAGS Flags;
    ULONG UncorrectableErrorMask;
    ULONG UncorrectableErrorSeverity;
    ULONG CorrectableErrorMask;
    ULONG AdvancedCapsAndControl;
    ULONG SecondaryUncorrectableErrorMask;
    ULONG SecondaryUncorrectableErrorSev;
    ULONG SecondaryCapsAndControl;
} WHEA_AER_BRIDGE_DESCRIPTOR, *PWHEA_AER_BRIDGE_DESCRIPTOR;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_GENERIC_ERROR_DESCRIPTOR {
    USHORT Type;
    UCHAR Reserved;
    UCHAR Enabled;
    ULONG ErrStatusBlockLength;
    ULONG RelatedErrorSourceId;
    UCHAR ErrStatusAddressSpaceID;
    UCHAR ErrStatusAddressBitWidth;
    UCHAR ErrStatusAddressBitOffset;
    UCHAR ErrStatusAddressAccessSize;
    LARGE_INTEGER ErrStatusAddress;
    WHEA_NOTIFICATION_DESCRIPTOR Notify;
} WHEA_GENERIC_ERROR_DESCRIPTOR, *PWHEA_GENERIC_ERROR_DESCRIPTOR;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_GENERIC_ERROR_DESCRIPTOR_V2 {
    USHORT Type;
    UCHAR Reserved;
    UCHAR Enabled;
    ULONG ErrStatusBlockLength;
    ULONG RelatedErrorSourceId;
    UCHAR ErrStatusAddressSpaceID;
    UCHAR ErrStatusAddressBitWidth;
    UCHAR ErrStatusAddressBitOffset;
    UCHAR ErrStatusAddressAccessSize;
    LARGE_INTEGER ErrStatusAddress;
    WHEA_NOTIFICATION_DESCRIPTOR Notify;
    UCHAR ReadAckAddressSpaceID;
    UCHAR ReadAckAddressBitWidth;
    UCHAR ReadAckAddressBitOffset;
    UCHAR ReadAckAddressAccessSize;
    LARGE_INTEGER ReadAckAddress;
    ULONGLONG ReadAckPreserveMask;
    ULONGLONG ReadAckWriteMask;
} WHEA_GENERIC_ERROR_DESCRIPTOR_V2, *PWHEA_GENERIC_ERROR_DESCRIPTOR_V2;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_IPF_MCA_DESCRIPTOR {
    USHORT Type;
    UCHAR Enabled;
    UCHAR Reserved;
} WHEA_IPF_MCA_DESCRIPTOR, *PWHEA_IPF_MCA_DESCRIPTOR;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_IPF_CMC_DESCRIPTOR {
    USHORT Type;
    UCHAR Enabled;
    UCHAR Reserved;
} WHEA_IPF_CMC_DESCRIPTOR, *PWHEA_IPF_CMC_DESCRIPTOR;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_IPF_CPE_DESCRIPTOR {
    USHORT Type;
    UCHAR Enabled;
    UCHAR Reserved;
} WHEA_IPF_CPE_DESCRIPTOR, *PWHEA_IPF_CPE_DESCRIPTOR;
#pragma pack(pop)

typedef enum _WHEA_ERROR_SOURCE_TYPE {
    WheaErrSrcTypeMCE,
    WheaErrSrcTypeCMC,
    WheaErrSrcTypeCPE,
    WheaErrSrcTypeNMI,
    WheaErrSrcTypePCIe,
    WheaErrSrcTypeGeneric,
    WheaErrSrcTypeINIT,
    WheaErrSrcTypeBOOT,
    WheaErrSrcTypeSCIGeneric,
    WheaErrSrcTypeIPFMCA,
    WheaErrSrcTypeIPFCMC,
    WheaErrSrcTypeIPFCPE,
    WheaErrSrcTypeGenericV2,
    WheaErrSrcTypeSCIGenericV2,
    WheaErrSrcTypeMax,
} WHEA_ERROR_SOURCE_TYPE, *PWHEA_ERROR_SOURCE_TYPE;

typedef enum _WHEA_ERROR_SOURCE_STATE {
    WheaErrSrcStateStopped = 1,
    WheaErrSrcStateStarted,
} WHEA_ERROR_SOURCE_STATE, *PWHEA_ERROR_SOURCE_STATE;

#pragma pack(push, 1)
struct _WHEA_ERROR_SOURCE_DESCRIPTOR {
    ULONG Length;
    ULONG Version;
    WHEA_ERROR_SOURCE_TYPE Type;
    WHEA_ERROR_SOURCE_STATE State;
    ULONG MaxRawDataLength;
    ULONG NumRecordsToPreallocate;
    ULONG MaxSectionsPerRecord;
    ULONG ErrorSourceId;
    ULONG PlatformErrorSourceId;
    ULONG Flags;
    union {
        WHEA_XPF_MCE_DESCRIPTOR XpfMceDescriptor;
        WHEA_XPF_CMC_DESCRIPTOR XpfCmcDescriptor;
        WHEA_XPF_NMI_DESCRIPTOR XpfNmiDescriptor;
        WHEA_IPF_MCA_DESCRIPTOR IpfMcaDescriptor;
        WHEA_IPF_CMC_DESCRIPTOR IpfCmcDescriptor;
        WHEA_IPF_CPE_DESCRIPTOR IpfCpeDescriptor;
        WHEA_AER_ROOTPORT_DESCRIPTOR AerRootportDescriptor;
        WHEA_AER_ENDPOINT_DESCRIPTOR AerEndpointDescriptor;
        WHEA_AER_BRIDGE_DESCRIPTOR AerBridgeDescriptor;
        WHEA_GENERIC_ERROR_DESCRIPTOR GenErrDescriptor;
        WHEA_GENERIC_ERROR_DESCRIPTOR_V2 GenErrDescriptorV2;
    } Info;
};
#pragma pack(pop)

#pragma pack(push, 1)
typedef union _WHEA_XPF_CACHE_CHECK {
    struct {
        ULONGLONG TransactionTypeValid : 1;
        ULONGLONG OperationValid : 1;
        ULONGLONG LevelValid : 1;
        ULONGLONG ProcessorContextCorruptValid : 1;
        ULONGLONG UncorrectedValid : 1;
        ULONGLONG PreciseIPValid : 1;
        ULONGLONG RestartableIPValid : 1;
        ULONGLONG OverflowValid : 1;
        ULONGLONG ReservedValid : 8;
        ULONGLONG TransactionType : 2;
        ULONGLONG Operation : 4;
        ULONGLONG Level : 3;
        ULONGLONG ProcessorContextCorrupt : 1;
        ULONGLONG Uncorrected : 1;
        ULONGLONG PreciseIP : 1;
        ULONGLONG RestartableIP : 1;
        ULONGLONG Overflow : 1;
        ULONGLONG Reserved : 34;
    };
    ULONGLONG XpfCacheCheck;
} WHEA_XPF_CACHE_CHECK, *PWHEA_XPF_CACHE_CHECK;
#pragma pack(pop)

#pragma pack(push, 1)
typedef union _WHEA_XPF_TLB_CHECK {
    struct {
        ULONGLONG TransactionTypeValid : 1;
        ULONGLONG OperationValid : 1;
        ULONGLONG LevelValid : 1;
        ULONGLONG ProcessorContextCorruptValid : 1;
        ULONGLONG UncorrectedValid : 1;
        ULONGLONG PreciseIPValid : 1;
        ULONGLONG RestartableIPValid : 1;
        ULONGLONG OverflowValid : 1;
        ULONGLONG ReservedValid : 8;
        ULONGLONG TransactionType : 2;
        ULONGLONG Operation : 4;
        ULONGLONG Level : 3;
        ULONGLONG ProcessorContextCorrupt : 1;
        ULONGLONG Uncorrected : 1;
        ULONGLONG PreciseIP : 1;
        ULONGLONG RestartableIP : 1;
        ULONGLONG Overflow : 1;
        ULONGLONG Reserved : 34;
    };
    ULONGLONG XpfTLBCheck;
} WHEA_XPF_TLB_CHECK, *PWHEA_XPF_TLB_CHECK;
#pragma pack(pop)

#pragma pack(push, 1)
typedef union _WHEA_XPF_BUS_CHECK {
    struct {
        ULONGLONG TransactionTypeValid : 1;
        ULONGLONG OperationValid : 1;
        ULONGLONG LevelValid : 1;
        ULONGLONG ProcessorContextCorruptValid : 1;
        ULONGLONG UncorrectedValid : 1;
        ULONGLONG PreciseIPValid : 1;
        ULONGLONG RestartableIPValid : 1;
        ULONGLONG OverflowValid : 1;
        ULONGLONG ParticipationValid : 1;
        ULONGLONG TimeoutValid : 1;
        ULONGLONG AddressSpaceValid : 1;
        ULONGLONG ReservedValid : 5;
        ULONGLONG TransactionType : 2;
        ULONGLONG Operation : 4;
        ULONGLONG Level : 3;
        ULONGLONG ProcessorContextCorrupt : 1;
        ULONGLONG Uncorrected : 1;
        ULONGLONG PreciseIP : 1;
        ULONGLONG RestartableIP : 1;
        ULONGLONG Overflow : 1;
        ULONGLONG Participation : 2;
        ULONGLONG Timeout : 1;
        ULONGLONG AddressSpace : 2;
        ULONGLONG Reserved : 29;
    };
    ULONGLONG XpfBusCheck;
} WHEA_XPF_BUS_CHECK, *PWHEA_XPF_BUS_CHECK;
#pragma pack(pop)

#pragma pack(push, 1)
typedef union _WHEA_XPF_MS_CHECK {
    struct {
        ULONGLONG ErrorTypeValid : 1;
        ULONGLONG ProcessorContextCorruptValid : 1;
        ULONGLONG UncorrectedValid : 1;
        ULONGLONG PreciseIPValid : 1;
        ULONGLONG RestartableIPValid : 1;
        ULONGLONG OverflowValid : 1;
        ULONGLONG ReservedValue : 10;
        ULONGLONG ErrorType : 3;
        ULONGLONG ProcessorContextCorrupt : 1;
        ULONGLONG Uncorrected : 1;
        ULONGLONG PreciseIP : 1;
        ULONGLONG RestartableIP : 1;
        ULONGLONG Overflow : 1;
        ULONGLONG Reserved : 40;
    };
    ULONGLONG XpfMsCheck;
} WHEA_XPF_MS_CHECK, *PWHEA_XPF_MS_CHECK;
#pragma pack(pop)

#pragma pack(push, 1)
typedef union _WHEA_XPF_PROCINFO_VALIDBITS {
    struct {
        ULONGLONG CheckInfo : 1;
        ULONGLONG TargetId : 1;
        ULONGLONG RequesterId : 1;
        ULONGLONG ResponderId : 1;
        ULONGLONG InstructionPointer : 1;
        ULONGLONG Reserved : 59;
    };
    ULONGLONG ValidBits;
} WHEA_XPF_PROCINFO_VALIDBITS, *PWHEA_XPF_PROCINFO_VALIDBITS;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_XPF_PROCINFO {
    GUID CheckInfoId;
    WHEA_XPF_PROCINFO_VALIDBITS ValidBits;
    union {
        WHEA_XPF_CACHE_CHECK CacheCheck;
        WHEA_XPF_TLB_CHECK TlbCheck;
        WHEA_XPF_BUS_CHECK BusCheck;
        WHEA_XPF_MS_CHECK MsCheck;
        ULONGLONG AsULONGLONG;
    } CheckInfo;
    ULONGLONG TargetId;
    ULONGLONG RequesterId;
    ULONGLONG ResponderId;
    ULONGLONG InstructionPointer;
} WHEA_XPF_PROCINFO, *PWHEA_XPF_PROCINFO;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_XPF_CONTEXT_INFO {
    USHORT RegisterContextType;
    USHORT RegisterDataSize;
    ULONG MSRAddress;
    ULONGLONG MmRegisterAddress;
} WHEA_XPF_CONTEXT_INFO, *PWHEA_XPF_CONTEXT_INFO;
#pragma pack(pop)

#pragma pack(push, 1)
typedef union _WHEA_XPF_PROCESSOR_ERROR_SECTION_VALIDBITS {
    struct {
        ULONGLONG LocalAPICId : 1;
        ULONGLONG CpuId : 1;
        ULONGLONG ProcInfoCount : 6;
        ULONGLONG ContextInfoCount : 6;
        ULONGLONG Reserved : 50;
    };
    ULONGLONG ValidBits;
} WHEA_XPF_PROCESSOR_ERROR_SECTION_VALIDBITS, *PWHEA_XPF_PROCESSOR_ERROR_SECTION_VALIDBITS;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_XPF_PROCESSOR_ERROR_SECTION {
    WHEA_XPF_PROCESSOR_ERROR_SECTION_VALIDBITS ValidBits;
    ULONGLONG LocalAPICId;
    UCHAR CpuId[48];
    UCHAR VariableInfo[1];
} WHEA_XPF_PROCESSOR_ERROR_SECTION, *PWHEA_XPF_PROCESSOR_ERROR_SECTION;
#pragma pack(pop)

typedef enum _WHEA_CPU_VENDOR {
    WheaCpuVendorOther,
    WheaCpuVendorIntel,
    WheaCpuVendorAmd,
} WHEA_CPU_VENDOR, *PWHEA_CPU_VENDOR;

#pragma pack(push, 1)
typedef struct _WHEA_XPF_MCA_SECTION {
    ULONG VersionNumber;
    WHEA_CPU_VENDOR CpuVendor;
    LARGE_INTEGER Timestamp;
    ULONG ProcessorNumber;
    MCG_STATUS GlobalStatus;
    ULONGLONG InstructionPointer;
    ULONG BankNumber;
    MCI_STATUS Status;
    ULONGLONG Address;
    ULONGLONG Misc;
    ULONG ExtendedRegisterCount;
    ULONG Reserved2;
    ULONGLONG ExtendedRegisters[24];
} WHEA_XPF_MCA_SECTION, *PWHEA_XPF_MCA_SECTION;
#pragma pack(pop)

typedef union _WHEA_ERROR_INJECTION_CAPABILITIES {
    struct {
        ULONG ProcessorCorrectable : 1;
        ULONG ProcessorUncorrectableNonFatal : 1;
        ULONG ProcessorUncorrectableFatal : 1;
        ULONG MemoryCorrectable : 1;
        ULONG MemoryUncorrectableNonFatal : 1;
        ULONG MemoryUncorrectableFatal : 1;
        ULONG PCIExpressCorrectable : 1;
        ULONG PCIExpressUncorrectableNonFatal : 1;
        ULONG PCIExpressUncorrectableFatal : 1;
        ULONG PlatformCorrectable : 1;
        ULONG PlatformUncorrectableNonFatal : 1;
        ULONG PlatformUncorrectableFatal : 1;
        ULONG IA64Corrected : 1;
        ULONG IA64Recoverable : 1;
        ULONG IA64Fatal : 1;
        ULONG IA64RecoverableCache : 1;
        ULONG IA64RecoverableRegFile : 1;
        ULONG Reserved : 15;
    };
    ULONG AsULONG;
} WHEA_ERROR_INJECTION_CAPABILITIES, *PWHEA_ERROR_INJECTION_CAPABILITIES;

typedef NTSTATUS (NTAPI *PSHED_PI_GET_ALL_ERROR_SOURCES)(PVOID PluginContext, PULONG Count, PWHEA_ERROR_SOURCE_DESCRIPTOR *ErrorSrcs, PULONG Length);  /* IRQL DISPATCH_LEVEL */
typedef NTSTATUS (NTAPI *PSHED_PI_GET_ERROR_SOURCE_INFO)(PVOID PluginContext, PWHEA_ERROR_SOURCE_DESCRIPTOR ErrorSource);  /* IRQL DISPATCH_LEVEL */
typedef NTSTATUS (NTAPI *PSHED_PI_SET_ERROR_SOURCE_INFO)(PVOID PluginContext, PWHEA_ERROR_SOURCE_DESCRIPTOR ErrorSource);  /* IRQL DISPATCH_LEVEL */
typedef NTSTATUS (NTAPI *PSHED_PI_ENABLE_ERROR_SOURCE)(PVOID PluginContext, PWHEA_ERROR_SOURCE_DESCRIPTOR ErrorSource);  /* IRQL DISPATCH_LEVEL */
typedef NTSTATUS (NTAPI *PSHED_PI_DISABLE_ERROR_SOURCE)(PVOID PluginContext, PWHEA_ERROR_SOURCE_DESCRIPTOR ErrorSource);  /* IRQL DISPATCH_LEVEL */
typedef NTSTATUS (NTAPI *PSHED_PI_WRITE_ERROR_RECORD)(PVOID PluginContext, ULONG Flags, ULONG RecordLength, PWHEA_ERROR_RECORD ErrorRecord);  /* IRQL >=DISPATCH_LEVEL */

typedef NTSTATUS (NTAPI *PSHED_PI_READ_ERROR_RECORD)(PVOID PluginContext, ULONG Flags, ULONGLONG ErrorRecordId, PULONGLONG NextErrorRecordId,
    PULONG RecordLength, PWHEA_ERROR_RECORD ErrorRecord);  /* IRQL DISPATCH_LEVEL */

typedef NTSTATUS (NTAPI *PSHED_PI_CLEAR_ERROR_RECORD)(PVOID PluginContext, ULONG Flags, ULONGLONG ErrorRecordId);  /* IRQL DISPATCH_LEVEL */
typedef struct _WHEA_ERROR_PACKET_V2 WHEA_ERROR_PACKET, WHEA_ERROR_PACKET_V2, *PWHEA_ERROR_PACKET, *PWHEA_ERROR_PACKET_V2;

typedef NTSTATUS (NTAPI *PSHED_PI_RETRIEVE_ERROR_INFO)(PVOID PluginContext, PWHEA_ERROR_SOURCE_DESCRIPTOR ErrorSource, ULONGLONG BufferLength,
    PWHEA_ERROR_PACKET Packet);  /* IRQL >=DISPATCH_LEVEL */

typedef NTSTATUS (NTAPI *PSHED_PI_FINALIZE_ERROR_RECORD)(PVOID PluginContext, PWHEA_ERROR_SOURCE_DESCRIPTOR ErrorSource, ULONG BufferLength,
    PWHEA_ERROR_RECORD ErrorRecord);  /* IRQL >=DISPATCH_LEVEL */

typedef NTSTATUS (NTAPI *PSHED_PI_CLEAR_ERROR_STATUS)(PVOID PluginContext, PWHEA_ERROR_SOURCE_DESCRIPTOR ErrorSource, ULONG BufferLength,
    PWHEA_ERROR_RECORD ErrorRecord);  /* IRQL DISPATCH_LEVEL */

typedef NTSTATUS (NTAPI *PSHED_PI_ATTEMPT_ERROR_RECOVERY)(PVOID PluginContext, ULONG BufferLength, PWHEA_ERROR_RECORD ErrorRecord);  /* IRQL >=DISPATCH_LEVEL */
typedef NTSTATUS (NTAPI *PSHED_PI_GET_INJECTION_CAPABILITIES)(PVOID PluginContext, PWHEA_ERROR_INJECTION_CAPABILITIES Capabilities);  /* IRQL DISPATCH_LEVEL */

typedef NTSTATUS (NTAPI *PSHED_PI_INJECT_ERROR)(PVOID PluginContext, ULONGLONG ErrorType, ULONGLONG Parameter1, ULONGLONG Parameter2,
    ULONGLONG Parameter3, ULONGLONG Parameter4);  /* IRQL DISPATCH_LEVEL */

typedef struct _WHEA_PSHED_PLUGIN_CALLBACKS {
    PSHED_PI_GET_ALL_ERROR_SOURCES GetAllErrorSources;
    PVOID Reserved;
    PSHED_PI_GET_ERROR_SOURCE_INFO GetErrorSourceInfo;
    PSHED_PI_SET_ERROR_SOURCE_INFO SetErrorSourceInfo;
    PSHED_PI_ENABLE_ERROR_SOURCE EnableErrorSource;
    PSHED_PI_DISABLE_ERROR_SOURCE DisableErrorSource;
    PSHED_PI_WRITE_ERROR_RECORD WriteErrorRecord;
    PSHED_PI_READ_ERROR_RECORD ReadErrorRecord;
    PSHED_PI_CLEAR_ERROR_RECORD ClearErrorRecord;
    PSHED_PI_RETRIEVE_ERROR_INFO RetrieveErrorInfo;
    PSHED_PI_FINALIZE_ERROR_RECORD FinalizeErrorRecord;
    PSHED_PI_CLEAR_ERROR_STATUS ClearErrorStatus;
    PSHED_PI_ATTEMPT_ERROR_RECOVERY AttemptRecovery;
    PSHED_PI_GET_INJECTION_CAPABILITIES GetInjectionCapabilities;
    PSHED_PI_INJECT_ERROR InjectError;
} WHEA_PSHED_PLUGIN_CALLBACKS, *PWHEA_PSHED_PLUGIN_CALLBACKS;

typedef struct _WHEA_PSHED_PLUGIN_REGISTRATION_PACKET {
    ULONG Length;
    ULONG Version;
    PVOID Context;
    ULONG FunctionalAreaMask;
    ULONG Reserved;
    WHEA_PSHED_PLUGIN_CALLBACKS Callbacks;
} WHEA_PSHED_PLUGIN_REGISTRATION_PACKET, *PWHEA_PSHED_PLUGIN_REGISTRATION_PACKET;

NTKERNELAPI PVOID NTAPI PshedAllocateMemory(ULONG Size);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI PshedFreeMemory(PVOID Address);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI BOOLEAN NTAPI PshedIsSystemWheaEnabled(void);  /* any IRQL */
NTKERNELAPI NTSTATUS NTAPI PshedRegisterPlugin(PWHEA_PSHED_PLUGIN_REGISTRATION_PACKET Packet);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI BOOLEAN NTAPI PshedSynchronizeExecution(PWHEA_ERROR_SOURCE_DESCRIPTOR ErrorSource, PKSYNCHRONIZE_ROUTINE SynchronizeRoutine,
    PVOID SynchronizeContext);  /* IRQL <= DIRQL */

#endif
