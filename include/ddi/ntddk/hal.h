/*
 * ntddk/hal.h: the hardware abstraction layer's dispatch tables.
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/ntddk/ + nf-ntddk-<function>, ns-ntddk-_<structure>, ne-ntddk-_<enumeration>, nc-ntddk-<callback>, all lower case.
 * A part of ntddk.h: include that.
 */
#ifndef FLUE_DDI_NTDDK_HAL_H
#define FLUE_DDI_NTDDK_HAL_H

#define CONTEXT_DEBUG_REGISTERS                                 0x00100010
#define CONTEXT_ARM64_DEBUG_REGISTERS                           0x00400008
#define MAXIMUM_DEBUG_BARS                                      6
#define DBG_DEVICE_FLAG_HAL_SCRATCH_ALLOCATED                   1
#define DBG_DEVICE_FLAG_BARS_MAPPED                             2
#define DBG_DEVICE_FLAG_SCRATCH_ALLOCATED                       4
#define DBG_DEVICE_FLAG_UNCACHED_MEMORY                         8
#define DBG_DEVICE_FLAG_SYNTHETIC                               0x10
#define HAL_DISPATCH_VERSION                                    4
#define HAL_MCE_INTERRUPTS_BASED                                0xFFFFFFFF
#define HAL_MCE_DISABLED                                        0
#define HAL_CMC_INTERRUPTS_BASED                                0xFFFFFFFF
#define HAL_CMC_DISABLED                                        0
#define HAL_CPE_INTERRUPTS_BASED                                0xFFFFFFFF
#define HAL_CPE_DISABLED                                        0
#define HAL_PLATFORM_DISABLE_WRITE_COMBINING                    1
#define HAL_PLATFORM_DISABLE_PTCG                               4
#define HAL_PLATFORM_DISABLE_UC_MAIN_MEMORY                     8
#define HAL_PLATFORM_ENABLE_WRITE_COMBINING_MMIO                0x10
#define HAL_PLATFORM_ACPI_TABLES_CACHED                         0x20

struct _KEXCEPTION_FRAME {
    ULONG64 P1Home;
    ULONG64 P2Home;
    ULONG64 P3Home;
    ULONG64 P4Home;
    ULONG64 P5;
    ULONG64 Spare1;
    M128A Xmm6;
    M128A Xmm7;
    M128A Xmm8;
    M128A Xmm9;
    M128A Xmm10;
    M128A Xmm11;
    M128A Xmm12;
    M128A Xmm13;
    M128A Xmm14;
    M128A Xmm15;
    ULONG64 TrapFrame;
    ULONG64 OutputBuffer;
    ULONG64 OutputLength;
    ULONG64 Spare2;
    ULONG64 MxCsr;
    ULONG64 Rbp;
    ULONG64 Rbx;
    ULONG64 Rdi;
    ULONG64 Rsi;
    ULONG64 R12;
    ULONG64 R13;
    ULONG64 R14;
    ULONG64 R15;
    ULONG64 Return;
};

typedef struct _TIMER_SET_COALESCABLE_TIMER_INFO {
    LARGE_INTEGER DueTime;
    PTIMER_APC_ROUTINE TimerApcRoutine;
    PVOID TimerContext;
    struct _COUNTED_REASON_CONTEXT *WakeContext;
    ULONG Period;
    ULONG TolerableDelay;
    PBOOLEAN PreviousState;
} TIMER_SET_COALESCABLE_TIMER_INFO, *PTIMER_SET_COALESCABLE_TIMER_INFO;

typedef struct _PM_DISPATCH_TABLE {
    ULONG Signature;
    ULONG Version;
    PVOID Function[1];
} PM_DISPATCH_TABLE, *PPM_DISPATCH_TABLE;

typedef struct _MAP_REGISTER_ENTRY {
    PVOID MapRegister;
    BOOLEAN WriteToDevice;
} MAP_REGISTER_ENTRY, *PMAP_REGISTER_ENTRY;

typedef struct DEBUG_DEVICE_ADDRESS {
    UCHAR Type;
    BOOLEAN Valid;
    union {
        UCHAR Reserved[2];
        struct {
            UCHAR BitWidth;
            UCHAR AccessSize;
        };
    };
    PUCHAR TranslatedAddress;
    ULONG Length;
} DEBUG_DEVICE_ADDRESS, *PDEBUG_DEVICE_ADDRESS;

typedef struct DEBUG_MEMORY_REQUIREMENTS {
    PHYSICAL_ADDRESS Start;
    PHYSICAL_ADDRESS MaxEnd;
    PVOID VirtualAddress;
    ULONG Length;
    BOOLEAN Cached;
    BOOLEAN Aligned;
} DEBUG_MEMORY_REQUIREMENTS, *PDEBUG_MEMORY_REQUIREMENTS;

typedef struct _DEBUG_TRANSPORT_DATA {
    ULONG HwContextSize;
    BOOLEAN UseSerialFraming;
} DEBUG_TRANSPORT_DATA, *PDEBUG_TRANSPORT_DATA;

typedef enum KD_NAMESPACE_ENUM {
    KdNameSpacePCI,
    KdNameSpaceACPI,
    KdNameSpaceAny,
    KdNameSpaceNone,
    KdNameSpaceMax,
} KD_NAMESPACE_ENUM, *PKD_NAMESPACE_ENUM;

typedef struct _DEBUG_DEVICE_DESCRIPTOR {
    ULONG Bus;
    ULONG Slot;
    USHORT Segment;
    USHORT VendorID;
    USHORT DeviceID;
    UCHAR BaseClass;
    UCHAR SubClass;
    UCHAR ProgIf;
    union {
        UCHAR Flags;
        struct {
            UCHAR DbgHalScratchAllocated : 1;
            UCHAR DbgBarsMapped : 1;
            UCHAR DbgScratchAllocated : 1;
        };
    };
    BOOLEAN Initialized;
    BOOLEAN Configured;
    DEBUG_DEVICE_ADDRESS BaseAddress[6];
    DEBUG_MEMORY_REQUIREMENTS Memory;
    USHORT PortType;
    USHORT PortSubtype;
    PVOID OemData;
    ULONG OemDataLength;
    KD_NAMESPACE_ENUM NameSpace;
    PWCHAR NameSpacePath;
    ULONG NameSpacePathLength;
    ULONG TransportType;
    DEBUG_TRANSPORT_DATA TransportData;
} DEBUG_DEVICE_DESCRIPTOR, *PDEBUG_DEVICE_DESCRIPTOR;

typedef struct _ACPI_DEBUGGING_DEVICE_IN_USE {
    ULONG NameSpacePathLength;
    WCHAR NameSpacePath[1];
} ACPI_DEBUGGING_DEVICE_IN_USE, *PACPI_DEBUGGING_DEVICE_IN_USE;

typedef struct _DEBUGGING_DEVICE_IN_USE {
    KD_NAMESPACE_ENUM NameSpace;
    ULONG StructureLength;
    union {
        ACPI_DEBUGGING_DEVICE_IN_USE AcpiDevice;
        PCI_DEBUGGING_DEVICE_IN_USE PciDevice;
    };
} DEBUGGING_DEVICE_IN_USE, *PDEBUGGING_DEVICE_IN_USE;

typedef struct _DEBUGGING_DEVICE_IN_USE_INFORMATION {
    ULONG DeviceCount;
    DEBUGGING_DEVICE_IN_USE Device[1];
} DEBUGGING_DEVICE_IN_USE_INFORMATION, *PDEBUGGING_DEVICE_IN_USE_INFORMATION;

typedef enum _HAL_QUERY_INFORMATION_CLASS {
    HalInstalledBusInformation,
    HalProfileSourceInformation,
    HalInformationClassUnused1,
    HalPowerInformation,
    HalProcessorSpeedInformation,
    HalCallbackInformation,
    HalMapRegisterInformation,
    HalMcaLogInformation,
    HalFrameBufferCachingInformation,
    HalDisplayBiosInformation,
    HalProcessorFeatureInformation,
    HalNumaTopologyInterface,
    HalErrorInformation,
    HalCmcLogInformation,
    HalCpeLogInformation,
    HalQueryMcaInterface,
    HalQueryAMLIIllegalIOPortAddresses,
    HalQueryMaxHotPlugMemoryAddress,
    HalPartitionIpiInterface,
    HalPlatformInformation,
    HalQueryProfileSourceList,
    HalInitLogInformation,
    HalFrequencyInformation,
    HalProcessorBrandString,
    HalHypervisorInformation,
    HalPlatformTimerInformation,
    HalAcpiAuditInformation,
    HalIrtInformation,
    HalSecondaryInterruptInformation,
    HalParkingPageInformation,
    HalNumaRangeTableInformation,
    HalChannelTopologyInformation,
    HalExternalCacheInformation,
    HalQueryDebuggerInformation,
    HalFwBootPerformanceInformation,
    HalFwS3PerformanceInformation,
    HalGetChannelPowerInformation,
    HalQueryStateElementInformation,
    HalPsciInformation,
    HalInterruptControllerInformation,
    HalQueryIommuReservedRegionInformation,
    HalQueryArmErrataInformation,
    HalQueryProcessorEfficiencyInformation,
    HalQueryAcpiWakeAlarmSystemPowerStateInformation,
    HalQueryProfileNumberOfCounters,
    HalQueryHyperlaunchEntrypoint,
    HalHardwareWatchdogInformation,
    HalDmaRemappingInformation,
    HalQueryRuntimeServicesBlockInformation,
} HAL_QUERY_INFORMATION_CLASS, *PHAL_QUERY_INFORMATION_CLASS;

typedef NTSTATUS (NTAPI *pHalQuerySystemInformation)(HAL_QUERY_INFORMATION_CLASS InformationClass, ULONG BufferSize, PVOID Buffer,
    PULONG ReturnedLength);

typedef enum _HAL_SET_INFORMATION_CLASS {
    HalProfileSourceInterval,
    HalProfileSourceInterruptHandler,
    HalMcaRegisterDriver,
    HalKernelErrorHandler,
    HalCmcRegisterDriver,
    HalCpeRegisterDriver,
    HalMcaLog,
    HalCmcLog,
    HalCpeLog,
    HalGenerateCmcInterrupt,
    HalProfileSourceTimerHandler,
    HalEnlightenment,
    HalProfileDpgoSourceInterruptHandler,
    HalRegisterSecondaryInterruptInterface,
    HalSetChannelPowerInformation,
    HalI386ExceptionChainTerminatorInformation,
    HalSetResetParkDisposition,
    HalSetPsciSuspendMode,
    HalSetHvciEnabled,
    HalSetProcessorTraceInterruptHandler,
} HAL_SET_INFORMATION_CLASS, *PHAL_SET_INFORMATION_CLASS;

typedef NTSTATUS (NTAPI *pHalSetSystemInformation)(HAL_SET_INFORMATION_CLASS InformationClass, ULONG BufferSize, PVOID Buffer);
typedef NTSTATUS (NTAPI *pHalQueryBusSlots)(PBUS_HANDLER BusHandler, ULONG BufferSize, PULONG SlotNumbers, PULONG ReturnedLength);
typedef void (NTAPI *pHalExamineMBR)(PDEVICE_OBJECT DeviceObject, ULONG SectorSize, ULONG MBRTypeIdentifier, PVOID *Buffer);  /* IRQL PASSIVE_LEVEL */

typedef NTSTATUS (NTAPI *pHalIoReadPartitionTable)(PDEVICE_OBJECT DeviceObject, ULONG SectorSize, BOOLEAN ReturnRecognizedPartitions,
    struct _DRIVE_LAYOUT_INFORMATION **PartitionBuffer);

typedef NTSTATUS (NTAPI *pHalIoSetPartitionInformation)(PDEVICE_OBJECT DeviceObject, ULONG SectorSize, ULONG PartitionNumber, ULONG PartitionType);

typedef NTSTATUS (NTAPI *pHalIoWritePartitionTable)(PDEVICE_OBJECT DeviceObject, ULONG SectorSize, ULONG SectorsPerTrack, ULONG NumberOfHeads,
    struct _DRIVE_LAYOUT_INFORMATION *PartitionBuffer);

typedef PBUS_HANDLER (NTAPI *pHalHandlerForBus)(INTERFACE_TYPE InterfaceType, ULONG BusNumber);
typedef void (NTAPI *pHalReferenceBusHandler)(PBUS_HANDLER BusHandler);
typedef NTSTATUS (NTAPI *pHalInitPnpDriver)(void);
typedef NTSTATUS (NTAPI *pHalInitPowerManagement)(PPM_DISPATCH_TABLE PmDriverDispatchTable, PPM_DISPATCH_TABLE *PmHalDispatchTable);

typedef struct _DMA_ADAPTER * (NTAPI *pHalGetDmaAdapter)(PVOID PhysicalDeviceObject, struct _DEVICE_DESCRIPTION *DeviceDescriptor,
    PULONG NumberOfMapRegisters);

typedef NTSTATUS (NTAPI *pHalGetInterruptTranslator)(INTERFACE_TYPE ParentInterfaceType, ULONG ParentBusNumber, INTERFACE_TYPE BridgeInterfaceType,
    USHORT Size, USHORT Version, PTRANSLATOR_INTERFACE Translator, PULONG BridgeBusNumber);

typedef NTSTATUS (NTAPI *pHalStartMirroring)(void);
typedef NTSTATUS (NTAPI *pHalEndMirroring)(ULONG PassNumber);
typedef NTSTATUS (NTAPI *pHalMirrorPhysicalMemory)(PHYSICAL_ADDRESS PhysicalAddress, LARGE_INTEGER NumberOfBytes);
typedef void (NTAPI *pHalEndOfBoot)(void);
typedef NTSTATUS (NTAPI *pHalMirrorVerify)(PHYSICAL_ADDRESS PhysicalAddress, LARGE_INTEGER NumberOfBytes);
typedef PVOID (NTAPI *pHalGetAcpiTable)(ULONG Signature, PCSTR OemId, PCSTR OemTableId);
typedef void (NTAPI *pHalSetPciErrorHandlerCallback)(PCI_ERROR_HANDLER_CALLBACK Callback);

typedef struct HAL_DISPATCH {
    ULONG Version;
    pHalQuerySystemInformation HalQuerySystemInformation;
    pHalSetSystemInformation HalSetSystemInformation;
    pHalQueryBusSlots HalQueryBusSlots;
    ULONG Spare1;
    pHalExamineMBR HalExamineMBR;
    pHalIoReadPartitionTable HalIoReadPartitionTable;
    pHalIoSetPartitionInformation HalIoSetPartitionInformation;
    pHalIoWritePartitionTable HalIoWritePartitionTable;
    pHalHandlerForBus HalReferenceHandlerForBus;
    pHalReferenceBusHandler HalReferenceBusHandler;
    pHalReferenceBusHandler HalDereferenceBusHandler;
    pHalInitPnpDriver HalInitPnpDriver;
    pHalInitPowerManagement HalInitPowerManagement;
    pHalGetDmaAdapter HalGetDmaAdapter;
    pHalGetInterruptTranslator HalGetInterruptTranslator;
    pHalStartMirroring HalStartMirroring;
    pHalEndMirroring HalEndMirroring;
    pHalMirrorPhysicalMemory HalMirrorPhysicalMemory;
    pHalEndOfBoot HalEndOfBoot;
    pHalMirrorVerify HalMirrorVerify;
    pHalGetAcpiTable HalGetCachedAcpiTable;
    pHalSetPciErrorHandlerCallback HalSetPciErrorHandlerCallback;
} HAL_DISPATCH, *PHAL_DISPATCH;

typedef struct _HAL_BUS_INFORMATION {
    INTERFACE_TYPE BusType;
    BUS_DATA_TYPE ConfigurationType;
    ULONG BusNumber;
    ULONG Reserved;
} HAL_BUS_INFORMATION, *PHAL_BUS_INFORMATION;

typedef struct _HAL_POWER_INFORMATION {
    ULONG TBD;
} HAL_POWER_INFORMATION, *PHAL_POWER_INFORMATION;

typedef struct _HAL_PROCESSOR_SPEED_INFO {
    ULONG ProcessorSpeed;
} HAL_PROCESSOR_SPEED_INFORMATION, *PHAL_PROCESSOR_SPEED_INFORMATION;

typedef struct _HAL_CALLBACKS {
    PCALLBACK_OBJECT SetSystemInformation;
    PCALLBACK_OBJECT BusCheck;
} HAL_CALLBACKS, *PHAL_CALLBACKS;

typedef struct _HAL_PROCESSOR_FEATURE {
    ULONG UsableFeatureBits;
} HAL_PROCESSOR_FEATURE;

typedef struct _HAL_AMLI_BAD_IO_ADDRESS_LIST {
    ULONG BadAddrBegin;
    ULONG BadAddrSize;
    ULONG OSVersionTrigger;
    PHALIOREADWRITEHANDLER IOHandler;
} HAL_AMLI_BAD_IO_ADDRESS_LIST, *PHAL_AMLI_BAD_IO_ADDRESS_LIST;

typedef struct _HAL_ERROR_INFO {
    ULONG Version;
    ULONG InitMaxSize;
    ULONG McaMaxSize;
    ULONG McaPreviousEventsCount;
    ULONG McaCorrectedEventsCount;
    ULONG McaKernelDeliveryFails;
    ULONG McaDriverDpcQueueFails;
    ULONG McaReserved;
    ULONG CmcMaxSize;
    ULONG CmcPollingInterval;
    ULONG CmcInterruptsCount;
    ULONG CmcKernelDeliveryFails;
    ULONG CmcDriverDpcQueueFails;
    ULONG CmcGetStateFails;
    ULONG CmcClearStateFails;
    ULONG CmcReserved;
    ULONGLONG CmcLogId;
    ULONG CpeMaxSize;
    ULONG CpePollingInterval;
    ULONG CpeInterruptsCount;
    ULONG CpeKernelDeliveryFails;
    ULONG CpeDriverDpcQueueFails;
    ULONG CpeGetStateFails;
    ULONG CpeClearStateFails;
    ULONG CpeInterruptSources;
    ULONGLONG CpeLogId;
    ULONGLONG KernelReserved[4];
} HAL_ERROR_INFO, *PHAL_ERROR_INFO;

typedef struct _HAL_PLATFORM_INFORMATION {
    ULONG PlatformFlags;
} HAL_PLATFORM_INFORMATION, *PHAL_PLATFORM_INFORMATION;

typedef enum _PHYSICAL_COUNTER_RESOURCE_DESCRIPTOR_TYPE {
    ResourceTypeSingle,
    ResourceTypeRange,
    ResourceTypeExtendedCounterConfiguration,
    ResourceTypeOverflow,
    ResourceTypeMax,
} PHYSICAL_COUNTER_RESOURCE_DESCRIPTOR_TYPE;

typedef struct _PHYSICAL_COUNTER_RESOURCE_DESCRIPTOR {
    PHYSICAL_COUNTER_RESOURCE_DESCRIPTOR_TYPE Type;
    ULONG Flags;
    union {
        ULONG CounterIndex;
        ULONG ExtendedRegisterAddress;
        struct {
            ULONG Begin;
            ULONG End;
        } Range;
    } u;
} PHYSICAL_COUNTER_RESOURCE_DESCRIPTOR, *PPHYSICAL_COUNTER_RESOURCE_DESCRIPTOR;

typedef struct _PHYSICAL_COUNTER_RESOURCE_LIST {
    ULONG Count;
    PHYSICAL_COUNTER_RESOURCE_DESCRIPTOR Descriptors[1];
} PHYSICAL_COUNTER_RESOURCE_LIST, *PPHYSICAL_COUNTER_RESOURCE_LIST;

typedef enum HAL_APIC_DESTINATION_MODE {
    ApicDestinationModePhysical = 1,
    ApicDestinationModeLogicalFlat,
    ApicDestinationModeLogicalClustered,
    ApicDestinationModeUnknown,
} HAL_APIC_DESTINATION_MODE, *PHAL_APIC_DESTINATION_MODE;

typedef enum _HAL_DISPLAY_BIOS_INFORMATION {
    HalDisplayInt10Bios,
    HalDisplayEmulatedBios,
    HalDisplayNoBios,
} HAL_DISPLAY_BIOS_INFORMATION, *PHAL_DISPLAY_BIOS_INFORMATION;

typedef enum _HAL_DMA_CRASH_DUMP_REGISTER_TYPE {
    HalDmaCrashDumpRegisterSet1,
    HalDmaCrashDumpRegisterSet2,
    HalDmaCrashDumpRegisterSetMax,
} HAL_DMA_CRASH_DUMP_REGISTER_TYPE, *PHAL_DMA_CRASH_DUMP_REGISTER_TYPE;

typedef enum KD_CALLBACK_ACTION {
    KdConfigureDeviceAndContinue,
    KdSkipDeviceAndContinue,
    KdConfigureDeviceAndStop,
    KdSkipDeviceAndStop,
} KD_CALLBACK_ACTION, *PKD_CALLBACK_ACTION;

typedef KD_CALLBACK_ACTION (NTAPI *PDEBUG_DEVICE_FOUND_FUNCTION)(PDEBUG_DEVICE_DESCRIPTOR Device);
typedef BOOLEAN (NTAPI *PHAL_RESET_DISPLAY_PARAMETERS)(ULONG Columns, ULONG Rows);

typedef NTSTATUS (NTAPI *pHalAssignSlotResources)(PUNICODE_STRING RegistryPath, PUNICODE_STRING DriverClassName, PDRIVER_OBJECT DriverObject,
    PDEVICE_OBJECT DeviceObject, INTERFACE_TYPE BusType, ULONG BusNumber, ULONG SlotNumber, PCM_RESOURCE_LIST *AllocatedResources);

typedef BOOLEAN (NTAPI *pHalFindBusAddressTranslation)(PHYSICAL_ADDRESS BusAddress, PULONG AddressSpace, PPHYSICAL_ADDRESS TranslatedAddress,
    PULONG_PTR Context, BOOLEAN NextBus);

typedef void (NTAPI *pHalHaltSystem)(void);
typedef BOOLEAN (NTAPI *pHalResetDisplay)(void);

typedef BOOLEAN (NTAPI *pHalTranslateBusAddress)(INTERFACE_TYPE InterfaceType, ULONG BusNumber, PHYSICAL_ADDRESS BusAddress, PULONG AddressSpace,
    PPHYSICAL_ADDRESS TranslatedAddress);

typedef UCHAR (NTAPI *pHalVectorToIDTEntry)(ULONG Vector);
typedef void (NTAPI *pKdCheckPowerButton)(void);
typedef NTSTATUS (NTAPI *pKdEnumerateDebuggingDevices)(PVOID LoaderBlock, PDEBUG_DEVICE_DESCRIPTOR Device, PDEBUG_DEVICE_FOUND_FUNCTION Callback);
struct _LOADER_PARAMETER_BLOCK;
typedef PVOID (NTAPI *pKdGetAcpiTablePhase0)(struct _LOADER_PARAMETER_BLOCK *LoaderBlock, ULONG Signature);
typedef ULONG (NTAPI *pKdGetPciDataByOffset)(ULONG BusNumber, ULONG SlotNumber, PVOID Buffer, ULONG Offset, ULONG Length);
typedef PVOID (NTAPI *pKdMapPhysicalMemory64)(PHYSICAL_ADDRESS PhysicalAddress, ULONG NumberPages, BOOLEAN FlushCurrentTLB);
typedef NTSTATUS (NTAPI *pKdReleaseIntegratedDeviceForDebugging)(PDEBUG_DEVICE_DESCRIPTOR IntegratedDevice);
typedef NTSTATUS (NTAPI *pKdReleasePciDeviceForDebugging)(PDEBUG_DEVICE_DESCRIPTOR PciDevice);
typedef ULONG (NTAPI *pKdSetPciDataByOffset)(ULONG BusNumber, ULONG SlotNumber, PVOID Buffer, ULONG Offset, ULONG Length);
typedef NTSTATUS (NTAPI *pKdSetupIntegratedDeviceForDebugging)(PVOID LoaderBlock, PDEBUG_DEVICE_DESCRIPTOR IntegratedDevice);
typedef NTSTATUS (NTAPI *pKdSetupPciDeviceForDebugging)(PVOID LoaderBlock, PDEBUG_DEVICE_DESCRIPTOR PciDevice);
typedef void (NTAPI *pKdUnmapVirtualAddress)(PVOID VirtualAddress, ULONG NumberPages, BOOLEAN FlushCurrentTLB);
typedef struct _WHEA_ERROR_SOURCE_DESCRIPTOR WHEA_ERROR_SOURCE_DESCRIPTOR, *PWHEA_ERROR_SOURCE_DESCRIPTOR;
typedef struct _WHEA_ERROR_RECORD WHEA_ERROR_RECORD, *PWHEA_ERROR_RECORD;

NTHALAPI void NTAPI HalAcquireDisplayOwnership(PHAL_RESET_DISPLAY_PARAMETERS ResetDisplayParameters);
NTHALAPI PVOID NTAPI HalAllocateCrashDumpRegisters(PADAPTER_OBJECT AdapterObject, PULONG NumberOfMapRegisters);
NTHALAPI NTSTATUS NTAPI HalAllocateHardwareCounters(PGROUP_AFFINITY GroupAffinty, ULONG GroupCount, PPHYSICAL_COUNTER_RESOURCE_LIST ResourceList,
    PHANDLE CounterSetHandle);  /* IRQL PASSIVE_LEVEL */
NTHALAPI void NTAPI HalBugCheckSystem(PWHEA_ERROR_SOURCE_DESCRIPTOR ErrorSource, PWHEA_ERROR_RECORD ErrorRecord);
extern NTKERNELAPI PHAL_DISPATCH HalDispatchTable;
NTHALAPI NTSTATUS NTAPI HalDmaAllocateCrashDumpRegistersEx(PADAPTER_OBJECT Adapter, ULONG NumberOfMapRegisters, HAL_DMA_CRASH_DUMP_REGISTER_TYPE Type,
    PVOID *MapRegisterBase, PULONG MapRegistersAvailable);
NTHALAPI NTSTATUS NTAPI HalDmaFreeCrashDumpRegistersEx(PADAPTER_OBJECT Adapter, HAL_DMA_CRASH_DUMP_REGISTER_TYPE Type);
NTKERNELAPI void NTAPI HalExamineMBR(PDEVICE_OBJECT DeviceObject, ULONG SectorSize, ULONG MBRTypeIdentifier, PVOID *Buffer);  /* IRQL PASSIVE_LEVEL */
NTHALAPI NTSTATUS NTAPI HalFreeHardwareCounters(HANDLE CounterSetHandle);  /* IRQL PASSIVE_LEVEL */
NTHALAPI PADAPTER_OBJECT NTAPI HalGetAdapter(PDEVICE_DESCRIPTION DeviceDescription, PULONG NumberOfMapRegisters);
NTHALAPI ULONG NTAPI HalGetBusDataByOffset(BUS_DATA_TYPE BusDataType, ULONG BusNumber, ULONG SlotNumber, PVOID Buffer, ULONG Offset, ULONG Length);
NTHALAPI NTSTATUS NTAPI HalGetScatterGatherList(PADAPTER_OBJECT DmaAdapter, PDEVICE_OBJECT DeviceObject, PMDL Mdl, PVOID CurrentVa, ULONG Length,
    PDRIVER_LIST_CONTROL ExecutionRoutine, PVOID Context, BOOLEAN WriteToDevice);
NTHALAPI void NTAPI HalPutDmaAdapter(PADAPTER_OBJECT DmaAdapter);
NTHALAPI void NTAPI HalPutScatterGatherList(PADAPTER_OBJECT DmaAdapter, PSCATTER_GATHER_LIST ScatterGather, BOOLEAN WriteToDevice);
NTHALAPI ULONG NTAPI HalSetBusDataByOffset(BUS_DATA_TYPE BusDataType, ULONG BusNumber, ULONG SlotNumber, PVOID Buffer, ULONG Offset, ULONG Length);
NTHALAPI BOOLEAN NTAPI HalTranslateBusAddress(INTERFACE_TYPE InterfaceType, ULONG BusNumber, PHYSICAL_ADDRESS BusAddress, PULONG AddressSpace,
    PPHYSICAL_ADDRESS TranslatedAddress);

#endif
