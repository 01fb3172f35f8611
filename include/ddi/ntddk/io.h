/*
 * ntddk/io.h: I/O, drivers, disks, files.
 * learn.microsoft.com/windows-hardware/drivers/kernel/
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/ntddk/ + nf-ntddk-<function>, ns-ntddk-_<structure>, ne-ntddk-_<enumeration>, nc-ntddk-<callback>, all lower case.
 * A part of ntddk.h: include that.
 */
#ifndef FLUE_DDI_NTDDK_IO_H
#define FLUE_DDI_NTDDK_IO_H

#define SINGLE_GROUP_LEGACY_API                                 1
#define EVENT_INCREMENT                                         1
#define IO_NO_INCREMENT                                         0
#define IO_CD_ROM_INCREMENT                                     1
#define IO_DISK_INCREMENT                                       1
#define IO_KEYBOARD_INCREMENT                                   6
#define IO_MAILSLOT_INCREMENT                                   2
#define IO_MOUSE_INCREMENT                                      6
#define IO_NAMED_PIPE_INCREMENT                                 2
#define IO_NETWORK_INCREMENT                                    2
#define IO_PARALLEL_INCREMENT                                   1
#define IO_SERIAL_INCREMENT                                     2
#define IO_SOUND_INCREMENT                                      8
#define IO_VIDEO_INCREMENT                                      1
#define SEMAPHORE_INCREMENT                                     1
#define DO_VERIFY_VOLUME                                        2
#define DO_BUFFERED_IO                                          4
#define DO_EXCLUSIVE                                            8
#define DO_DIRECT_IO                                            0x10
#define DO_MAP_IO_BUFFER                                        0x20
#define DO_DEVICE_INITIALIZING                                  0x80
#define DO_SHUTDOWN_REGISTERED                                  0x00000800
#define DO_BUS_ENUMERATED_DEVICE                                0x00001000
#define DO_POWER_PAGABLE                                        0x00002000
#define DO_POWER_INRUSH                                         0x00004000
#define DO_DEVICE_TO_BE_RESET                                   0x04000000
#define DO_DAX_VOLUME                                           0x10000000
#define KERNEL_STACK_SIZE                                       0x00006000
#define KERNEL_LARGE_STACK_SIZE                                 0x00012000
#define KERNEL_LARGE_STACK_COMMIT                               0x00006000
#define INITIAL_MXCSR                                           0x00001F80
#define INITIAL_FPCSR                                           0x0000027F
#define ARM64_MAX_BREAKPOINTS                                   8
#define ARM64_MAX_WATCHPOINTS                                   2
#define SE_UNSOLICITED_INPUT_PRIVILEGE                          6
#define SE_SIGNING_LEVEL_UNCHECKED                              0
#define SE_SIGNING_LEVEL_UNSIGNED                               1
#define SE_SIGNING_LEVEL_ENTERPRISE                             2
#define SE_SIGNING_LEVEL_CUSTOM_1                               3
#define SE_SIGNING_LEVEL_AUTHENTICODE                           4
#define SE_SIGNING_LEVEL_CUSTOM_2                               5
#define SE_SIGNING_LEVEL_STORE                                  6
#define SE_SIGNING_LEVEL_CUSTOM_3                               7
#define SE_SIGNING_LEVEL_ANTIMALWARE                            7
#define SE_SIGNING_LEVEL_MICROSOFT                              8
#define SE_SIGNING_LEVEL_CUSTOM_4                               9
#define SE_SIGNING_LEVEL_CUSTOM_5                               10
#define SE_SIGNING_LEVEL_DYNAMIC_CODEGEN                        11
#define SE_SIGNING_LEVEL_WINDOWS                                12
#define SE_SIGNING_LEVEL_CUSTOM_7                               13
#define SE_SIGNING_LEVEL_WINDOWS_TCB                            14
#define SE_SIGNING_LEVEL_CUSTOM_6                               15
#define FILE_CHARACTERISTICS_EXPECT_ORDERLY_REMOVAL_EX          0x00004000
#define FILE_CHARACTERISTICS_EXPECT_SURPRISE_REMOVAL_EX         0x00008000
#define FILE_CHARACTERISTICS_REMOVAL_POLICY_MASK_EX             0x0000C000
#define FILE_CHARACTERISTICS_EXPECT_ORDERLY_REMOVAL_DEPRECATED  0x00000200
#define FILE_CHARACTERISTICS_EXPECT_SURPRISE_REMOVAL_DEPRECATED 0x00000300
#define FILE_CHARACTERISTICS_REMOVAL_POLICY_MASK_DEPRECATED     0x00000300
#define FILE_CHARACTERISTICS_PROPAGATED                         0x0005010F
#define FILE_DISPOSITION_DO_NOT_DELETE                          0
#define FILE_DISPOSITION_DELETE                                 1
#define FILE_DISPOSITION_POSIX_SEMANTICS                        2
#define FILE_DISPOSITION_FORCE_IMAGE_SECTION_CHECK              4
#define FILE_DISPOSITION_ON_CLOSE                               8
#define SSINFO_FLAGS_ALIGNED_DEVICE                             1
#define SSINFO_FLAGS_PARTITION_ALIGNED_ON_DEVICE                2
#define SSINFO_FLAGS_NO_SEEK_PENALTY                            4
#define SSINFO_FLAGS_TRIM_ENABLED                               8
#define SSINFO_FLAGS_BYTE_ADDRESSABLE                           0x10
#define SSINFO_OFFSET_UNKNOWN                                   0xFFFFFFFF
#define RESULT_ZERO                                             0
#define RESULT_NEGATIVE                                         1
#define RESULT_POSITIVE                                         2
#define DRIVER_VERIFIER_SPECIAL_POOLING                         1
#define DRIVER_VERIFIER_FORCE_IRQL_CHECKING                     2
#define DRIVER_VERIFIER_TRACK_POOL_ALLOCATIONS                  8
#define DRIVER_VERIFIER_IO_CHECKING                             0x10
#define CmResourceTypeMaximum                                   8
#define PCCARD_MAP_ERROR                                        1
#define PCCARD_DEVICE_PCI                                       0x10
#define PCCARD_SCAN_DISABLED                                    1
#define PCCARD_MAP_ZERO                                         2
#define PCCARD_NO_TIMER                                         3
#define PCCARD_NO_PIC                                           4
#define PCCARD_NO_LEGACY_BASE                                   5
#define PCCARD_DUP_LEGACY_BASE                                  6
#define PCCARD_NO_CONTROLLERS                                   7
#define MAXIMUM_EXPANSION_SIZE                                  0x00011800
#define CP_GET_SUCCESS                                          0
#define CP_GET_NODATA                                           1
#define CP_GET_ERROR                                            2
#define PROTECTED_POOL                                          0
#define IRP_MN_QUERY_DIRECTORY                                  1
#define IRP_MN_NOTIFY_CHANGE_DIRECTORY                          2
#define IRP_MN_NOTIFY_CHANGE_DIRECTORY_EX                       3
#define IRP_MN_USER_FS_REQUEST                                  0
#define IRP_MN_MOUNT_VOLUME                                     1
#define IRP_MN_VERIFY_VOLUME                                    2
#define IRP_MN_LOAD_FILE_SYSTEM                                 3
#define IRP_MN_TRACK_LINK                                       4
#define IRP_MN_KERNEL_CALL                                      4
#define IRP_MN_LOCK                                             1
#define IRP_MN_UNLOCK_SINGLE                                    2
#define IRP_MN_UNLOCK_ALL                                       3
#define IRP_MN_UNLOCK_ALL_BY_KEY                                4
#define IRP_MN_FLUSH_AND_PURGE                                  1
#define IRP_MN_FLUSH_DATA_ONLY                                  2
#define IRP_MN_FLUSH_NO_SYNC                                    3
#define IRP_MN_FLUSH_DATA_SYNC_ONLY                             4
#define IRP_MN_NORMAL                                           0
#define IRP_MN_DPC                                              1
#define IRP_MN_MDL                                              2
#define IRP_MN_COMPLETE                                         4
#define IRP_MN_COMPRESSED                                       8
#define IRP_MN_MDL_DPC                                          3
#define IRP_MN_COMPLETE_MDL                                     6
#define IRP_MN_COMPLETE_MDL_DPC                                 7
#define IRP_MN_QUERY_LEGACY_BUS_INFORMATION                     24
#define IO_CHECK_CREATE_PARAMETERS                              0x00000200
#define IO_ATTACH_DEVICE                                        0x00000400
#define IO_IGNORE_SHARE_ACCESS_CHECK                            0x00000800
#define DO_DEVICE_HAS_NAME                                      0x40
#define DO_SYSTEM_BOOT_PARTITION                                0x00000100
#define DO_LONG_TERM_REQUESTS                                   0x00000200
#define DO_NEVER_LAST_DEVICE                                    0x00000400
#define DO_LOW_PRIORITY_FILESYSTEM                              0x00010000
#define DO_SUPPORTS_TRANSACTIONS                                0x00040000
#define DO_FORCE_NEITHER_IO                                     0x00080000
#define DO_VOLUME_DEVICE_OBJECT                                 0x00100000
#define DO_SYSTEM_SYSTEM_PARTITION                              0x00200000
#define DO_SYSTEM_CRITICAL_PARTITION                            0x00400000
#define DO_DISALLOW_EXECUTE                                     0x00800000
#define DO_DEVICE_IRP_REQUIRES_EXTENSION                        0x08000000
#define DRVO_REINIT_REGISTERED                                  8
#define DRVO_INITIALIZED                                        0x10
#define DRVO_BOOTREINIT_REGISTERED                              0x20
#define DRVO_LEGACY_RESOURCES                                   0x40
#define TXF_MINIVERSION_DEFAULT_VIEW                            0x0000FFFE
#define OPLOCK_KEY_VERSION_WIN7                                 1
#define OPLOCK_KEY_VERSION_WIN8                                 2
#define OPLOCK_KEY_FLAG_PARENT_KEY                              1
#define OPLOCK_KEY_FLAG_TARGET_KEY                              2
#define BDCB_IMAGEFLAGS_FAILED_CODE_INTEGRITY                   1

typedef UCHAR SE_SIGNING_LEVEL;

typedef struct _FILE_ALIGNMENT_INFORMATION {
    ULONG AlignmentRequirement;
} FILE_ALIGNMENT_INFORMATION, *PFILE_ALIGNMENT_INFORMATION;

typedef struct _FILE_NAME_INFORMATION {
    ULONG FileNameLength;
    WCHAR FileName[1];
} FILE_NAME_INFORMATION, *PFILE_NAME_INFORMATION;

typedef struct _FILE_ATTRIBUTE_TAG_INFORMATION {
    ULONG FileAttributes;
    ULONG ReparseTag;
} FILE_ATTRIBUTE_TAG_INFORMATION, *PFILE_ATTRIBUTE_TAG_INFORMATION;

typedef struct _FILE_DISPOSITION_INFORMATION {
    BOOLEAN DeleteFile;
} FILE_DISPOSITION_INFORMATION, *PFILE_DISPOSITION_INFORMATION;

typedef struct _FILE_DISPOSITION_INFORMATION_EX {
    ULONG Flags;
} FILE_DISPOSITION_INFORMATION_EX, *PFILE_DISPOSITION_INFORMATION_EX;

typedef struct _FILE_END_OF_FILE_INFORMATION {
    LARGE_INTEGER EndOfFile;
} FILE_END_OF_FILE_INFORMATION, *PFILE_END_OF_FILE_INFORMATION;

typedef struct _FILE_VALID_DATA_LENGTH_INFORMATION {
    LARGE_INTEGER ValidDataLength;
} FILE_VALID_DATA_LENGTH_INFORMATION, *PFILE_VALID_DATA_LENGTH_INFORMATION;

typedef struct _FILE_FS_LABEL_INFORMATION {
    ULONG VolumeLabelLength;
    WCHAR VolumeLabel[1];
} FILE_FS_LABEL_INFORMATION, *PFILE_FS_LABEL_INFORMATION;

typedef struct _FILE_FS_VOLUME_INFORMATION {
    LARGE_INTEGER VolumeCreationTime;
    ULONG VolumeSerialNumber;
    ULONG VolumeLabelLength;
    BOOLEAN SupportsObjects;
    WCHAR VolumeLabel[1];
} FILE_FS_VOLUME_INFORMATION, *PFILE_FS_VOLUME_INFORMATION;

typedef struct _FILE_FS_SIZE_INFORMATION {
    LARGE_INTEGER TotalAllocationUnits;
    LARGE_INTEGER AvailableAllocationUnits;
    ULONG SectorsPerAllocationUnit;
    ULONG BytesPerSector;
} FILE_FS_SIZE_INFORMATION, *PFILE_FS_SIZE_INFORMATION;

typedef struct _FILE_FS_FULL_SIZE_INFORMATION {
    LARGE_INTEGER TotalAllocationUnits;
    LARGE_INTEGER CallerAvailableAllocationUnits;
    LARGE_INTEGER ActualAvailableAllocationUnits;
    ULONG SectorsPerAllocationUnit;
    ULONG BytesPerSector;
} FILE_FS_FULL_SIZE_INFORMATION, *PFILE_FS_FULL_SIZE_INFORMATION;

typedef struct _FILE_FS_METADATA_SIZE_INFORMATION {
    LARGE_INTEGER TotalMetadataAllocationUnits;
    ULONG SectorsPerAllocationUnit;
    ULONG BytesPerSector;
} FILE_FS_METADATA_SIZE_INFORMATION, *PFILE_FS_METADATA_SIZE_INFORMATION;

typedef struct _FILE_FS_SECTOR_SIZE_INFORMATION {
    ULONG LogicalBytesPerSector;
    ULONG PhysicalBytesPerSectorForAtomicity;
    ULONG PhysicalBytesPerSectorForPerformance;
    ULONG FileSystemEffectivePhysicalBytesPerSectorForAtomicity;
    ULONG Flags;
    ULONG ByteOffsetForSectorAlignment;
    ULONG ByteOffsetForPartitionAlignment;
} FILE_FS_SECTOR_SIZE_INFORMATION, *PFILE_FS_SECTOR_SIZE_INFORMATION;

typedef struct _FILE_FS_OBJECTID_INFORMATION {
    UCHAR ObjectId[16];
    UCHAR ExtendedInfo[48];
} FILE_FS_OBJECTID_INFORMATION, *PFILE_FS_OBJECTID_INFORMATION;

typedef struct _KEY_NAME_INFORMATION {
    ULONG NameLength;
    WCHAR Name[1];
} KEY_NAME_INFORMATION, *PKEY_NAME_INFORMATION;

typedef struct _KEY_CACHED_INFORMATION {
    LARGE_INTEGER LastWriteTime;
    ULONG TitleIndex;
    ULONG SubKeys;
    ULONG MaxNameLen;
    ULONG Values;
    ULONG MaxValueNameLen;
    ULONG MaxValueDataLen;
    ULONG NameLength;
} KEY_CACHED_INFORMATION, *PKEY_CACHED_INFORMATION;

typedef struct _KEY_VIRTUALIZATION_INFORMATION {
    ULONG VirtualizationCandidate : 1;
    ULONG VirtualizationEnabled : 1;
    ULONG VirtualTarget : 1;
    ULONG VirtualStore : 1;
    ULONG VirtualSource : 1;
    ULONG Reserved : 27;
} KEY_VIRTUALIZATION_INFORMATION, *PKEY_VIRTUALIZATION_INFORMATION;

typedef struct _KEY_LAYER_INFORMATION {
    ULONG IsTombstone : 1;
    ULONG IsSupersedeLocal : 1;
    ULONG IsSupersedeTree : 1;
    ULONG ClassIsInherited : 1;
    ULONG Reserved : 28;
} KEY_LAYER_INFORMATION, *PKEY_LAYER_INFORMATION;

typedef enum _SYSTEM_FIRMWARE_TABLE_ACTION {
    SystemFirmwareTable_Enumerate,
    SystemFirmwareTable_Get,
} SYSTEM_FIRMWARE_TABLE_ACTION;

typedef struct _SYSTEM_FIRMWARE_TABLE_INFORMATION {
    ULONG ProviderSignature;
    SYSTEM_FIRMWARE_TABLE_ACTION Action;
    ULONG TableID;
    ULONG TableBufferLength;
    UCHAR TableBuffer[1];
} SYSTEM_FIRMWARE_TABLE_INFORMATION, *PSYSTEM_FIRMWARE_TABLE_INFORMATION;

typedef NTSTATUS (NTAPI *PFNFTH)(PSYSTEM_FIRMWARE_TABLE_INFORMATION SystemFirmwareTableInfo);

typedef struct _SYSTEM_FIRMWARE_TABLE_HANDLER {
    ULONG ProviderSignature;
    BOOLEAN Register;
    PFNFTH FirmwareTableHandler;
    PVOID DriverObject;
} SYSTEM_FIRMWARE_TABLE_HANDLER, *PSYSTEM_FIRMWARE_TABLE_HANDLER;

typedef ULONG_PTR (NTAPI *PDRIVER_VERIFIER_THUNK_ROUTINE)(PVOID Context);

typedef struct _DRIVER_VERIFIER_THUNK_PAIRS {
    PDRIVER_VERIFIER_THUNK_ROUTINE PristineRoutine;
    PDRIVER_VERIFIER_THUNK_ROUTINE NewRoutine;
} DRIVER_VERIFIER_THUNK_PAIRS, *PDRIVER_VERIFIER_THUNK_PAIRS;

typedef struct _CM_PCCARD_DEVICE_DATA {
    UCHAR Flags;
    UCHAR ErrorCode;
    USHORT Reserved;
    ULONG BusData;
    ULONG DeviceId;
    ULONG LegacyBaseAddress;
    UCHAR IRQMap[16];
} CM_PCCARD_DEVICE_DATA, *PCM_PCCARD_DEVICE_DATA;

typedef struct _CONTROLLER_OBJECT {
    CSHORT Type;
    CSHORT Size;
    PVOID ControllerExtension;
    KDEVICE_QUEUE DeviceWaitQueue;
    ULONG Spare1;
    LARGE_INTEGER Spare2;
} CONTROLLER_OBJECT, *PCONTROLLER_OBJECT;

typedef struct _CONFIGURATION_INFORMATION {
    ULONG DiskCount;
    ULONG FloppyCount;
    ULONG CdRomCount;
    ULONG TapeCount;
    ULONG ScsiPortCount;
    ULONG SerialCount;
    ULONG ParallelCount;
    BOOLEAN AtDiskPrimaryAddressClaimed;
    BOOLEAN AtDiskSecondaryAddressClaimed;
    ULONG Version;
    ULONG MediumChangerCount;
} CONFIGURATION_INFORMATION, *PCONFIGURATION_INFORMATION;

typedef struct _DISK_SIGNATURE {
    ULONG PartitionStyle;
    union {
        struct {
            ULONG Signature;
            ULONG CheckSum;
        } Mbr;
        struct {
            GUID DiskId;
        } Gpt;
    };
} DISK_SIGNATURE, *PDISK_SIGNATURE;

struct _TXN_PARAMETER_BLOCK {
    USHORT Length;
    USHORT TxFsContext;
    PVOID TransactionObject;
};

typedef enum _BDCB_CLASSIFICATION {
    BdCbClassificationUnknownImage,
    BdCbClassificationKnownGoodImage,
    BdCbClassificationKnownBadImage,
    BdCbClassificationKnownBadImageBootCritical,
    BdCbClassificationEnd,
} BDCB_CLASSIFICATION, *PBDCB_CLASSIFICATION;

struct _BDCB_IMAGE_INFORMATION {
    BDCB_CLASSIFICATION Classification;
    ULONG ImageFlags;
    UNICODE_STRING ImageName;
    UNICODE_STRING RegistryPath;
    UNICODE_STRING CertificatePublisher;
    UNICODE_STRING CertificateIssuer;
    PVOID ImageHash;
    PVOID CertificateThumbprint;
    ULONG ImageHashAlgorithm;
    ULONG ThumbprintHashAlgorithm;
    ULONG ImageHashLength;
    ULONG CertificateThumbprintLength;
};

typedef NTSTATUS (NTAPI *PGET_LOCATION_STRING)(PVOID Context, PZZWSTR *LocationStrings);  /* IRQL <= PASSIVE_LEVEL */

typedef struct _PNP_LOCATION_INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PGET_LOCATION_STRING GetLocationString;
} PNP_LOCATION_INTERFACE, *PPNP_LOCATION_INTERFACE;

#pragma pack(push, 1)
typedef union _MCG_STATUS {
    struct {
        ULONG RestartIpValid : 1;
        ULONG ErrorIpValid : 1;
        ULONG MachineCheckInProgress : 1;
        ULONG Reserved1 : 29;
        ULONG Reserved2;
    };
    ULONGLONG QuadPart;
} MCG_STATUS, *PMCG_STATUS;
#pragma pack(pop)

#pragma pack(push, 1)
typedef union _MCI_STATUS {
    struct {
        USHORT McaErrorCode;
        USHORT ModelErrorCode;
        ULONG OtherInformation : 23;
        ULONG ActionRequired : 1;
        ULONG Signalling : 1;
        ULONG ContextCorrupt : 1;
        ULONG AddressValid : 1;
        ULONG MiscValid : 1;
        ULONG ErrorEnabled : 1;
        ULONG UncorrectedError : 1;
        ULONG StatusOverFlow : 1;
        ULONG Valid : 1;
    };
    ULONG64 QuadPart;
} MCI_STATUS, *PMCI_STATUS;
#pragma pack(pop)

typedef enum _SOC_SUBSYSTEM_TYPE {
    SOC_SUBSYS_WIRELESS_MODEM,
    SOC_SUBSYS_AUDIO_DSP,
    SOC_SUBSYS_WIRELSS_CONNECTIVITY,
    SOC_SUBSYS_SENSORS,
    SOC_SUBSYS_VENDOR_DEFINED = 0x00010000,
} SOC_SUBSYSTEM_TYPE, *PSOC_SUBSYSTEM_TYPE;

typedef struct _SOC_SUBSYSTEM_FAILURE_DETAILS {
    SOC_SUBSYSTEM_TYPE SubsysType;
    ULONG64 FirmwareVersion;
    ULONG64 HardwareVersion;
    ULONG UnifiedFailureRegionSize;
    CHAR UnifiedFailureRegion[1];
} SOC_SUBSYSTEM_FAILURE_DETAILS, *PSOC_SUBSYSTEM_FAILURE_DETAILS;

typedef GUID UUID;

typedef enum _BDCB_CALLBACK_TYPE {
    BdCbStatusUpdate,
    BdCbInitializeImage,
} BDCB_CALLBACK_TYPE, *PBDCB_CALLBACK_TYPE;

typedef void NTAPI BOOT_DRIVER_CALLBACK_FUNCTION(PVOID CallbackContext, BDCB_CALLBACK_TYPE Classification, PBDCB_IMAGE_INFORMATION ImageInformation);  /* IRQL PASSIVE_LEVEL */

typedef enum _CONFIGURATION_TYPE {
    ArcSystem,
    CentralProcessor,
    FloatingPointProcessor,
    PrimaryIcache,
    PrimaryDcache,
    SecondaryIcache,
    SecondaryDcache,
    SecondaryCache,
    EisaAdapter,
    TcAdapter,
    ScsiAdapter,
    DtiAdapter,
    MultiFunctionAdapter,
    DiskController,
    TapeController,
    CdromController,
    WormController,
    SerialController,
    NetworkController,
    DisplayController,
    ParallelController,
    PointerController,
    KeyboardController,
    AudioController,
    OtherController,
    DiskPeripheral,
    FloppyDiskPeripheral,
    TapePeripheral,
    ModemPeripheral,
    MonitorPeripheral,
    PrinterPeripheral,
    PointerPeripheral,
    KeyboardPeripheral,
    TerminalPeripheral,
    OtherPeripheral,
    LinePeripheral,
    NetworkPeripheral,
    SystemMemory,
    DockingInformation,
    RealModeIrqRoutingTable,
    RealModePCIEnumeration,
    MaximumType,
} CONFIGURATION_TYPE, *PCONFIGURATION_TYPE;

#define DEVICE_TYPE ULONG
typedef void NTAPI DRIVER_REINITIALIZE(struct _DRIVER_OBJECT *DriverObject, PVOID Context, ULONG Count);  /* IRQL PASSIVE_LEVEL */
typedef void NTAPI EXPAND_STACK_CALLOUT(PVOID Parameter);

typedef enum _INTERLOCKED_RESULT {
    ResultNegative = 1,
    ResultZero = 0,
    ResultPositive = 2,
} INTERLOCKED_RESULT;

typedef enum _IO_QUERY_DEVICE_DATA_FORMAT {
    IoQueryDeviceIdentifier,
    IoQueryDeviceConfigurationData,
    IoQueryDeviceComponentInformation,
    IoQueryDeviceMaxData,
} IO_QUERY_DEVICE_DATA_FORMAT, *PIO_QUERY_DEVICE_DATA_FORMAT;

typedef BOOT_DRIVER_CALLBACK_FUNCTION *PBOOT_DRIVER_CALLBACK_FUNCTION;
struct _DEVICE_HANDLER_OBJECT;
typedef struct _DEVICE_HANDLER_OBJECT *PDEVICE_HANDLER_OBJECT;

typedef ERROR_SEVERITY (NTAPI *PDRIVER_EXCPTN_CALLBACK)(PVOID Context, struct _KTRAP_FRAME *TrapFrame, struct _KEXCEPTION_FRAME *ExceptionFrame,
    PMCA_EXCEPTION Exception);

typedef DRIVER_REINITIALIZE *PDRIVER_REINITIALIZE;
typedef void (NTAPI *PEXPAND_STACK_CALLOUT)(void);
typedef BOOLEAN (NTAPI *PFN_IN_USE_PAGE_OFFLINE_NOTIFY)(PFN_NUMBER Page, BOOLEAN PlatformDirected, BOOLEAN Poisoned, PVOID Context);
typedef NTSTATUS (NTAPI *PHALIOREADWRITEHANDLER)(BOOLEAN fRead, ULONG dwAddr, ULONG dwSize, PULONG pdwData);

typedef NTSTATUS (NTAPI *PIO_QUERY_DEVICE_ROUTINE)(PVOID Context, PUNICODE_STRING PathName, INTERFACE_TYPE BusType, ULONG BusNumber,
    PKEY_VALUE_FULL_INFORMATION *BusInformation, CONFIGURATION_TYPE ControllerType, ULONG ControllerNumber,
    PKEY_VALUE_FULL_INFORMATION *ControllerInformation, CONFIGURATION_TYPE PeripheralType, ULONG PeripheralNumber,
    PKEY_VALUE_FULL_INFORMATION *PeripheralInformation);

typedef struct _KTHREAD *PRKTHREAD;

typedef enum _SE_IMAGE_SIGNATURE_TYPE {
    SeImageSignatureNone,
    SeImageSignatureEmbedded,
    SeImageSignatureCache,
    SeImageSignatureCatalogCached,
    SeImageSignatureCatalogNotCached,
    SeImageSignatureCatalogHint,
    SeImageSignaturePackageCatalog,
} SE_IMAGE_SIGNATURE_TYPE, *PSE_IMAGE_SIGNATURE_TYPE;

typedef UCHAR *PSE_SIGNING_LEVEL;

typedef enum _SUBSYSTEM_INFORMATION_TYPE {
    SubsystemInformationTypeWin32,
    SubsystemInformationTypeWSL,
    MaxSubsystemInformationType,
} SUBSYSTEM_INFORMATION_TYPE, *PSUBSYSTEM_INFORMATION_TYPE;

typedef enum _RESOURCE_TRANSLATION_DIRECTION {
    TranslateChildToParent,
    TranslateParentToChild,
} RESOURCE_TRANSLATION_DIRECTION;

typedef NTSTATUS (NTAPI *PTRANSLATE_RESOURCE_HANDLER)(PVOID Context, PCM_PARTIAL_RESOURCE_DESCRIPTOR Source, RESOURCE_TRANSLATION_DIRECTION Direction,
    ULONG AlternativesCount, IO_RESOURCE_DESCRIPTOR Alternatives[], PDEVICE_OBJECT PhysicalDeviceObject, PCM_PARTIAL_RESOURCE_DESCRIPTOR Target);

typedef NTSTATUS (NTAPI *PTRANSLATE_RESOURCE_REQUIREMENTS_HANDLER)(PVOID Context, PIO_RESOURCE_DESCRIPTOR Source, PDEVICE_OBJECT PhysicalDeviceObject,
    PULONG TargetCount, PIO_RESOURCE_DESCRIPTOR *Target);

typedef enum WELL_KNOWN_SID_TYPE {
    WinNullSid,
    WinWorldSid,
    WinLocalSid,
    WinCreatorOwnerSid,
    WinCreatorGroupSid,
    WinCreatorOwnerServerSid,
    WinCreatorGroupServerSid,
    WinNtAuthoritySid,
    WinDialupSid,
    WinNetworkSid,
    WinBatchSid,
    WinInteractiveSid,
    WinServiceSid,
    WinAnonymousSid,
    WinProxySid,
    WinEnterpriseControllersSid,
    WinSelfSid,
    WinAuthenticatedUserSid,
    WinRestrictedCodeSid,
    WinTerminalServerSid,
    WinRemoteLogonIdSid,
    WinLogonIdsSid,
    WinLocalSystemSid,
    WinLocalServiceSid,
    WinNetworkServiceSid,
    WinBuiltinDomainSid,
    WinBuiltinAdministratorsSid,
    WinBuiltinUsersSid,
    WinBuiltinGuestsSid,
    WinBuiltinPowerUsersSid,
    WinBuiltinAccountOperatorsSid,
    WinBuiltinSystemOperatorsSid,
    WinBuiltinPrintOperatorsSid,
    WinBuiltinBackupOperatorsSid,
    WinBuiltinReplicatorSid,
    WinBuiltinPreWindows2000CompatibleAccessSid,
    WinBuiltinRemoteDesktopUsersSid,
    WinBuiltinNetworkConfigurationOperatorsSid,
    WinAccountAdministratorSid,
    WinAccountGuestSid,
    WinAccountKrbtgtSid,
    WinAccountDomainAdminsSid,
    WinAccountDomainUsersSid,
    WinAccountDomainGuestsSid,
    WinAccountComputersSid,
    WinAccountControllersSid,
    WinAccountCertAdminsSid,
    WinAccountSchemaAdminsSid,
    WinAccountEnterpriseAdminsSid,
    WinAccountPolicyAdminsSid,
    WinAccountRasAndIasServersSid,
    WinNTLMAuthenticationSid,
    WinDigestAuthenticationSid,
    WinSChannelAuthenticationSid,
    WinThisOrganizationSid,
    WinOtherOrganizationSid,
    WinBuiltinIncomingForestTrustBuildersSid,
    WinBuiltinPerfMonitoringUsersSid,
    WinBuiltinPerfLoggingUsersSid,
    WinBuiltinAuthorizationAccessSid,
    WinBuiltinTerminalServerLicenseServersSid,
    WinBuiltinDCOMUsersSid,
    WinBuiltinIUsersSid,
    WinIUserSid,
    WinBuiltinCryptoOperatorsSid,
    WinUntrustedLabelSid,
    WinLowLabelSid,
    WinMediumLabelSid,
    WinHighLabelSid,
    WinSystemLabelSid,
    WinWriteRestrictedCodeSid,
    WinCreatorOwnerRightsSid,
    WinCacheablePrincipalsGroupSid,
    WinNonCacheablePrincipalsGroupSid,
    WinEnterpriseReadonlyControllersSid,
    WinAccountReadonlyControllersSid,
    WinBuiltinEventLogReadersGroup,
    WinNewEnterpriseReadonlyControllersSid,
    WinBuiltinCertSvcDComAccessGroup,
    WinMediumPlusLabelSid,
    WinLocalLogonSid,
    WinConsoleLogonSid,
    WinThisOrganizationCertificateSid,
    WinApplicationPackageAuthoritySid,
    WinBuiltinAnyPackageSid,
    WinCapabilityInternetClientSid,
    WinCapabilityInternetClientServerSid,
    WinCapabilityPrivateNetworkClientServerSid,
    WinCapabilityPicturesLibrarySid,
    WinCapabilityVideosLibrarySid,
    WinCapabilityMusicLibrarySid,
    WinCapabilityDocumentsLibrarySid,
    WinCapabilitySharedUserCertificatesSid,
    WinCapabilityEnterpriseAuthenticationSid,
    WinCapabilityRemovableStorageSid,
    WinBuiltinRDSRemoteAccessServersSid,
    WinBuiltinRDSEndpointServersSid,
    WinBuiltinRDSManagementServersSid,
    WinUserModeDriversSid,
    WinBuiltinHyperVAdminsSid,
    WinAccountCloneableControllersSid,
    WinBuiltinAccessControlAssistanceOperatorsSid,
    WinBuiltinRemoteManagementUsersSid,
    WinAuthenticationAuthorityAssertedSid,
    WinAuthenticationServiceAssertedSid,
    WinLocalAccountSid,
    WinLocalAccountAndAdministratorSid,
    WinAccountProtectedUsersSid,
    WinCapabilityAppointmentsSid,
    WinCapabilityContactsSid,
    WinAccountDefaultSystemManagedSid,
    WinBuiltinDefaultSystemManagedGroupSid,
    WinBuiltinStorageReplicaAdminsSid,
    WinAccountKeyAdminsSid,
    WinAccountEnterpriseKeyAdminsSid,
    WinAuthenticationKeyTrustSid,
    WinAuthenticationKeyPropertyMFASid,
    WinAuthenticationKeyPropertyAttestationSid,
    WinAuthenticationFreshKeyAuthSid,
} WELL_KNOWN_SID_TYPE;

struct _CREATE_DISK;
struct _DRIVE_LAYOUT_INFORMATION;
struct _DRIVE_LAYOUT_INFORMATION_EX;
struct _SET_PARTITION_INFORMATION_EX;
typedef void (NTAPI *PTIMER_APC_ROUTINE)(PVOID TimerContext, ULONG TimerLowValue, LONG TimerHighValue);

typedef enum _TIMER_SET_INFORMATION_CLASS {
    TimerSetCoalescableTimer,
    MaxTimerInfoClass,
} TIMER_SET_INFORMATION_CLASS;

NTKERNELAPI ULONG NTAPI DbgPrompt(PCCH Prompt, PCH Response, ULONG Length);  /* IRQL <= DIRQL */
NTKERNELAPI void NTAPI ExRaiseAccessViolation(void);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI ExRaiseDatatypeMisalignment(void);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ExUuidCreate(UUID *Uuid);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI BOOLEAN NTAPI FsRtlIsTotalDeviceFailure(NTSTATUS Status);  /* any IRQL */
NTKERNELAPI void NTAPI IoAllocateController(PCONTROLLER_OBJECT ControllerObject, PDEVICE_OBJECT DeviceObject, PDRIVER_CONTROL ExecutionRoutine,
    PVOID Context);  /* IRQL DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoAssignResources(PUNICODE_STRING RegistryPath, PUNICODE_STRING DriverClassName, PDRIVER_OBJECT DriverObject,
    PDEVICE_OBJECT DeviceObject, PIO_RESOURCE_REQUIREMENTS_LIST RequestedResources, PCM_RESOURCE_LIST *AllocatedResources);
NTKERNELAPI NTSTATUS NTAPI IoAttachDeviceByPointer(PDEVICE_OBJECT SourceDevice, PDEVICE_OBJECT TargetDevice);
NTKERNELAPI NTSTATUS NTAPI IoAttachDeviceToDeviceStackSafe(PDEVICE_OBJECT SourceDevice, PDEVICE_OBJECT TargetDevice,
    PDEVICE_OBJECT *AttachedToDeviceObject);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI IoCancelFileOpen(PDEVICE_OBJECT DeviceObject, PFILE_OBJECT FileObject);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI IoClearActivityIdThread(LPCGUID OriginalId);  /* any IRQL */
NTKERNELAPI void NTAPI IoClearIrpExtraCreateParameter(PIRP Irp);
NTKERNELAPI PCONTROLLER_OBJECT NTAPI IoCreateController(ULONG Size);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoCreateDisk(PDEVICE_OBJECT DeviceObject, struct _CREATE_DISK *Disk);
NTKERNELAPI NTSTATUS NTAPI IoCreateFileEx(PHANDLE FileHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
    PIO_STATUS_BLOCK IoStatusBlock, PLARGE_INTEGER AllocationSize, ULONG FileAttributes, ULONG ShareAccess, ULONG Disposition, ULONG CreateOptions,
    PVOID EaBuffer, ULONG EaLength, CREATE_FILE_TYPE CreateFileType, PVOID InternalParameters, ULONG Options,
    PIO_DRIVER_CREATE_CONTEXT DriverContext);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoCreateFileSpecifyDeviceObjectHint(PHANDLE FileHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
    PIO_STATUS_BLOCK IoStatusBlock, PLARGE_INTEGER AllocationSize, ULONG FileAttributes, ULONG ShareAccess, ULONG Disposition, ULONG CreateOptions,
    PVOID EaBuffer, ULONG EaLength, CREATE_FILE_TYPE CreateFileType, PVOID InternalParameters, ULONG Options, PVOID DeviceObject);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoDecrementKeepAliveCount(PFILE_OBJECT FileObject, PEPROCESS Process);
NTKERNELAPI void NTAPI IoDeleteController(PCONTROLLER_OBJECT ControllerObject);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI IoFreeController(PCONTROLLER_OBJECT ControllerObject);  /* IRQL DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoGetActivityIdIrp(PIRP Irp, LPGUID Guid);  /* any IRQL */
NTKERNELAPI LPCGUID NTAPI IoGetActivityIdThread(void);  /* any IRQL */
NTKERNELAPI PCONFIGURATION_INFORMATION NTAPI IoGetConfigurationInformation(void);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI PGENERIC_MAPPING NTAPI IoGetFileObjectGenericMapping(void);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoGetFsZeroingOffset(PIRP Irp, PULONG ZeroingOffset);
NTKERNELAPI PEPROCESS NTAPI IoGetInitiatorProcess(PFILE_OBJECT FileObject);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoGetIrpExtraCreateParameter(PIRP Irp, struct _ECP_LIST **ExtraCreateParameter);
NTKERNELAPI POPLOCK_KEY_ECP_CONTEXT NTAPI IoGetOplockKeyContext(PFILE_OBJECT FileObject);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI POPLOCK_KEY_CONTEXT NTAPI IoGetOplockKeyContextEx(PFILE_OBJECT FileObject);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI IO_PAGING_PRIORITY NTAPI IoGetPagingIoPriority(PIRP Irp);  /* any IRQL */
NTKERNELAPI PTXN_PARAMETER_BLOCK NTAPI IoGetTransactionParameterBlock(PFILE_OBJECT FileObject);  /* any IRQL */
NTKERNELAPI NTSTATUS NTAPI IoIncrementKeepAliveCount(PFILE_OBJECT FileObject, PEPROCESS Process);
NTKERNELAPI BOOLEAN NTAPI IoIsFileObjectIgnoringSharing(PFILE_OBJECT FileObject);  /* any IRQL */
NTKERNELAPI BOOLEAN NTAPI IoIsFileOriginRemote(PFILE_OBJECT FileObject);  /* any IRQL */
NTKERNELAPI LOGICAL NTAPI IoIsValidIrpStatus(NTSTATUS Status);  /* any IRQL */
NTKERNELAPI PIRP NTAPI IoMakeAssociatedIrp(PIRP Irp, CCHAR StackSize);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI PIRP NTAPI IoMakeAssociatedIrpEx(PIRP Irp, PDEVICE_OBJECT DeviceObject, CCHAR StackSize);
NTKERNELAPI NTSTATUS NTAPI IoPropagateActivityIdToThread(PIRP Irp, LPGUID PropagatedId, LPCGUID *OriginalId);  /* any IRQL */
NTKERNELAPI NTSTATUS NTAPI IoQueryDeviceDescription(PINTERFACE_TYPE BusType, PULONG BusNumber, PCONFIGURATION_TYPE ControllerType,
    PULONG ControllerNumber, PCONFIGURATION_TYPE PeripheralType, PULONG PeripheralNumber, PIO_QUERY_DEVICE_ROUTINE CalloutRoutine, PVOID Context);
NTKERNELAPI NTSTATUS NTAPI IoQueryFullDriverPath(PDRIVER_OBJECT DriverObject, PUNICODE_STRING FullPath);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoQueryInformationByName(POBJECT_ATTRIBUTES ObjectAttributes, PIO_STATUS_BLOCK IoStatusBlock, PVOID FileInformation,
    ULONG Length, FILE_INFORMATION_CLASS FileInformationClass, ULONG Options, PIO_DRIVER_CREATE_CONTEXT DriverContext);
NTKERNELAPI void NTAPI IoRaiseHardError(PIRP Irp, PVPB Vpb, PDEVICE_OBJECT RealDeviceObject);  /* IRQL <= APC_LEVEL */
NTKERNELAPI BOOLEAN NTAPI IoRaiseInformationalHardError(NTSTATUS ErrorStatus, PUNICODE_STRING String, PKTHREAD Thread);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoReadDiskSignature(PDEVICE_OBJECT DeviceObject, ULONG BytesPerSector, PDISK_SIGNATURE Signature);
NTKERNELAPI NTSTATUS NTAPI IoReadPartitionTable(PDEVICE_OBJECT DeviceObject, ULONG SectorSize, BOOLEAN ReturnRecognizedPartitions,
    struct _DRIVE_LAYOUT_INFORMATION **PartitionBuffer);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoReadPartitionTableEx(PDEVICE_OBJECT DeviceObject, struct _DRIVE_LAYOUT_INFORMATION_EX **DriveLayout);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI PVOID NTAPI IoRegisterBootDriverCallback(PBOOT_DRIVER_CALLBACK_FUNCTION CallbackFunction, PVOID CallbackContext);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI IoRegisterBootDriverReinitialization(PDRIVER_OBJECT DriverObject, PDRIVER_REINITIALIZE DriverReinitializationRoutine,
    PVOID Context);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI IoRegisterDriverReinitialization(PDRIVER_OBJECT DriverObject, PDRIVER_REINITIALIZE DriverReinitializationRoutine,
    PVOID Context);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoReportDetectedDevice(PDRIVER_OBJECT DriverObject, INTERFACE_TYPE LegacyBusType, ULONG BusNumber, ULONG SlotNumber,
    PCM_RESOURCE_LIST ResourceList, PIO_RESOURCE_REQUIREMENTS_LIST ResourceRequirements, BOOLEAN ResourceAssigned, PDEVICE_OBJECT *DeviceObject);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoReportResourceForDetection(PDRIVER_OBJECT DriverObject, PCM_RESOURCE_LIST DriverList, ULONG DriverListSize,
    PDEVICE_OBJECT DeviceObject, PCM_RESOURCE_LIST DeviceList, ULONG DeviceListSize, PBOOLEAN ConflictDetected);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoReportResourceUsage(PUNICODE_STRING DriverClassName, PDRIVER_OBJECT DriverObject, PCM_RESOURCE_LIST DriverList,
    ULONG DriverListSize, PDEVICE_OBJECT DeviceObject, PCM_RESOURCE_LIST DeviceList, ULONG DeviceListSize, BOOLEAN OverrideConflict,
    PBOOLEAN ConflictDetected);
NTKERNELAPI NTSTATUS NTAPI IoReportRootDevice(PDRIVER_OBJECT DriverObject);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoSetActivityIdIrp(PIRP Irp, LPCGUID Guid);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI LPCGUID NTAPI IoSetActivityIdThread(LPCGUID ActivityId);  /* any IRQL */
NTKERNELAPI NTSTATUS NTAPI IoSetFileObjectIgnoreSharing(PFILE_OBJECT FileObject);  /* any IRQL */
NTKERNELAPI NTSTATUS NTAPI IoSetFileOrigin(PFILE_OBJECT FileObject, BOOLEAN Remote);  /* any IRQL */
NTKERNELAPI NTSTATUS NTAPI IoSetFsZeroingOffset(PIRP Irp, ULONG ZeroingOffset);
NTKERNELAPI NTSTATUS NTAPI IoSetFsZeroingOffsetRequired(PIRP Irp);
NTKERNELAPI void NTAPI IoSetHardErrorOrVerifyDevice(PIRP Irp, PDEVICE_OBJECT DeviceObject);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoSetIrpExtraCreateParameter(PIRP Irp, struct _ECP_LIST *ExtraCreateParameter);
NTKERNELAPI void NTAPI IoSetMasterIrpStatus(PIRP MasterIrp, NTSTATUS Status);  /* any IRQL */
NTKERNELAPI NTSTATUS NTAPI IoSetPartitionInformation(PDEVICE_OBJECT DeviceObject, ULONG SectorSize, ULONG PartitionNumber, ULONG PartitionType);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoSetPartitionInformationEx(PDEVICE_OBJECT DeviceObject, ULONG PartitionNumber,
    struct _SET_PARTITION_INFORMATION_EX *PartitionInfo);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoSetSystemPartition(PUNICODE_STRING VolumeNameString);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI BOOLEAN NTAPI IoSetThreadHardErrorMode(BOOLEAN EnableHardErrors);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI IoTransferActivityId(LPCGUID ActivityId, LPCGUID RelatedActivityId);  /* any IRQL */
NTKERNELAPI BOOLEAN NTAPI IoTranslateBusAddress(INTERFACE_TYPE InterfaceType, ULONG BusNumber, PHYSICAL_ADDRESS BusAddress, PULONG AddressSpace,
    PPHYSICAL_ADDRESS TranslatedAddress);
NTKERNELAPI void NTAPI IoUnregisterBootDriverCallback(PVOID CallbackHandle);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoVerifyPartitionTable(PDEVICE_OBJECT DeviceObject, BOOLEAN FixErrors);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoVolumeDeviceNameToGuid(PUNICODE_STRING VolumeDeviceName, GUID *Guid);
NTKERNELAPI NTSTATUS NTAPI IoVolumeDeviceNameToGuidPath(PUNICODE_STRING VolumeDeviceName, PUNICODE_STRING GuidPath);
NTKERNELAPI NTSTATUS NTAPI IoVolumeDeviceToDosName(PVOID VolumeDeviceObject, PUNICODE_STRING DosName);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoVolumeDeviceToGuid(PVOID VolumeDeviceObject, GUID *Guid);
NTKERNELAPI NTSTATUS NTAPI IoVolumeDeviceToGuidPath(PVOID VolumeDeviceObject, PUNICODE_STRING GuidPath);
NTKERNELAPI NTSTATUS NTAPI IoWritePartitionTable(PDEVICE_OBJECT DeviceObject, ULONG SectorSize, ULONG SectorsPerTrack, ULONG NumberOfHeads,
    struct _DRIVE_LAYOUT_INFORMATION *PartitionBuffer);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoWritePartitionTableEx(PDEVICE_OBJECT DeviceObject, struct _DRIVE_LAYOUT_INFORMATION_EX *DriveLayout);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI KeBugCheck(ULONG BugCheckCode);  /* any IRQL */
NTKERNELAPI NTSTATUS NTAPI KeExpandKernelStackAndCallout(PEXPAND_STACK_CALLOUT Callout, PVOID Parameter, SIZE_T Size);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI KeExpandKernelStackAndCalloutEx(PEXPAND_STACK_CALLOUT Callout, PVOID Parameter, SIZE_T Size, BOOLEAN Wait, PVOID Context);
NTKERNELAPI BOOLEAN NTAPI KeInvalidateAllCaches(void);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI KeInvalidateRangeAllCaches(PVOID BaseAddress, ULONG Length);  /* IRQL <= DISPATCH_LEVEL */
extern NTKERNELAPI ULONG KeLastBranchMSR;
extern NTKERNELAPI volatile CCHAR KeNumberProcessors;
NTKERNELAPI LONG NTAPI KePulseEvent(PRKEVENT Event, KPRIORITY Increment, BOOLEAN Wait);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI KeQueryHardwareCounterConfiguration(PHARDWARE_COUNTER CounterArray, ULONG MaximumCount, PULONG Count);  /* IRQL <= APC_LEVEL */
NTKERNELAPI LONG NTAPI KeSetBasePriorityThread(PKTHREAD Thread, LONG Increment);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI KeSetHardwareCounterConfiguration(PHARDWARE_COUNTER CounterArray, ULONG Count);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtOpenProcess(PHANDLE ProcessHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, PCLIENT_ID ClientId);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI BOOLEAN NTAPI SeSinglePrivilegeCheck(LUID PrivilegeValue, KPROCESSOR_MODE PreviousMode);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwAllocateLocallyUniqueId(PLUID Luid);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwCancelTimer(HANDLE TimerHandle, PBOOLEAN CurrentState);
NTKERNELAPI NTSTATUS NTAPI ZwCreateTimer(PHANDLE TimerHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, TIMER_TYPE TimerType);
NTKERNELAPI NTSTATUS NTAPI ZwDeviceIoControlFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext,
    PIO_STATUS_BLOCK IoStatusBlock, ULONG IoControlCode, PVOID InputBuffer, ULONG InputBufferLength, PVOID OutputBuffer, ULONG OutputBufferLength);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwDisplayString(PUNICODE_STRING String);
NTKERNELAPI NTSTATUS NTAPI ZwOpenTimer(PHANDLE TimerHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes);
NTKERNELAPI NTSTATUS NTAPI ZwPowerInformation(POWER_INFORMATION_LEVEL InformationLevel, PVOID InputBuffer, ULONG InputBufferLength,
    PVOID OutputBuffer, ULONG OutputBufferLength);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwQueryVolumeInformationFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID FsInformation, ULONG Length,
    FS_INFORMATION_CLASS FsInformationClass);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwSetTimer(HANDLE TimerHandle, PLARGE_INTEGER DueTime, PTIMER_APC_ROUTINE TimerApcRoutine, PVOID TimerContext,
    BOOLEAN ResumeTimer, LONG Period, PBOOLEAN PreviousState);
NTKERNELAPI NTSTATUS NTAPI ZwSetTimerEx(HANDLE TimerHandle, TIMER_SET_INFORMATION_CLASS TimerSetInformationClass, PVOID TimerSetInformation,
    ULONG TimerSetInformationLength);

#endif
