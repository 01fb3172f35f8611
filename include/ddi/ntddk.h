/* ntddk.h: generated draft */
#ifndef FLUE_DDI_NTDDK_H
#define FLUE_DDI_NTDDK_H

#include <wdm.h>
#include <mce.h>
#include <pciprop.h>

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
#define MM_ANY_NODE_OK                                          0x80000000
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
#define KERNEL_MCA_EXCEPTION_STACK_SIZE                         0x00002000
#define EXCEPTION_READ_FAULT                                    0
#define EXCEPTION_WRITE_FAULT                                   1
#define EXCEPTION_EXECUTE_FAULT                                 8
#define CONTEXT_AMD64                                           0x00100000
#define CONTEXT_CONTROL                                         0x00100001
#define CONTEXT_INTEGER                                         0x00100002
#define CONTEXT_SEGMENTS                                        0x00100004
#define CONTEXT_FLOATING_POINT                                  0x00100008
#define CONTEXT_DEBUG_REGISTERS                                 0x00100010
#define CONTEXT_FULL                                            0x0010000B
#define CONTEXT_ALL                                             0x0010001F
#define CONTEXT_XSTATE                                          0x00100040
#define CONTEXT_EXCEPTION_ACTIVE                                0x08000000
#define CONTEXT_SERVICE_ACTIVE                                  0x10000000
#define CONTEXT_EXCEPTION_REQUEST                               0x40000000
#define CONTEXT_EXCEPTION_REPORTING                             0x80000000
#define INITIAL_MXCSR                                           0x00001F80
#define INITIAL_FPCSR                                           0x0000027F
#define CONTEXT_ARM64                                           0x00400000
#define CONTEXT_ARM64_CONTROL                                   0x00400001
#define CONTEXT_ARM64_INTEGER                                   0x00400002
#define CONTEXT_ARM64_FLOATING_POINT                            0x00400004
#define CONTEXT_ARM64_DEBUG_REGISTERS                           0x00400008
#define CONTEXT_ARM64_FULL                                      0x00400007
#define CONTEXT_ARM64_ALL                                       0x0040000F
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
#define RTL_RUN_ONCE_CHECK_ONLY                                 1
#define RTL_RUN_ONCE_ASYNC                                      2
#define RTL_RUN_ONCE_INIT_FAILED                                4
#define RTL_RUN_ONCE_CTX_RESERVED_BITS                          2
#define RTL_HASH_ALLOCATED_HEADER                               1
#define RTL_HASH_RESERVED_SIGNATURE                             0
#define RTL_STACK_WALKING_MODE_FRAMES_TO_SKIP_SHIFT             8
#define FLUSH_NV_MEMORY_IN_FLAG_NO_DRAIN                        1
#define FLUSH_NV_MEMORY_DEFAULT_TOKEN                           0xFFFFFFFFFFFFFFFFULL
#define RTL_CORRELATION_VECTOR_STRING_LENGTH                    129
#define RTL_CORRELATION_VECTOR_VERSION_1                        1
#define RTL_CORRELATION_VECTOR_VERSION_2                        2
#define RTL_CORRELATION_VECTOR_VERSION_CURRENT                  2
#define RTL_CORRELATION_VECTOR_V1_PREFIX_LENGTH                 0x10
#define RTL_CORRELATION_VECTOR_V1_LENGTH                        0x40
#define RTL_CORRELATION_VECTOR_V2_PREFIX_LENGTH                 22
#define RTL_CORRELATION_VECTOR_V2_LENGTH                        0x80
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
#define THREAD_CSWITCH_PMU_DISABLE                              0
#define THREAD_CSWITCH_PMU_ENABLE                               1
#define MEMORY_PRIORITY_LOWEST                                  0
#define MEMORY_PRIORITY_VERY_LOW                                1
#define MEMORY_PRIORITY_LOW                                     2
#define MEMORY_PRIORITY_MEDIUM                                  3
#define MEMORY_PRIORITY_BELOW_NORMAL                            4
#define MEMORY_PRIORITY_NORMAL                                  5
#define PROCESS_LUID_DOSDEVICES_ONLY                            1
#define PROCESS_HANDLE_EXCEPTIONS_ENABLED                       1
#define PROCESS_HANDLE_RAISE_UM_EXCEPTION_ON_INVALID_HANDLE_CLOSE_DISABLED 0
#define PROCESS_HANDLE_RAISE_UM_EXCEPTION_ON_INVALID_HANDLE_CLOSE_ENABLED 1
#define PROCESS_HANDLE_TRACING_MAX_STACKS                       0x10
#define QUOTA_LIMITS_HARDWS_MIN_ENABLE                          1
#define QUOTA_LIMITS_HARDWS_MIN_DISABLE                         2
#define QUOTA_LIMITS_HARDWS_MAX_ENABLE                          4
#define QUOTA_LIMITS_HARDWS_MAX_DISABLE                         8
#define QUOTA_LIMITS_USE_DEFAULT_LIMITS                         0x10
#define MAX_HW_COUNTERS                                         0x10
#define THREAD_PROFILING_FLAG_DISPATCH                          1
#define PROCESS_READWRITEVM_LOGGING_ENABLE_READVM               1
#define PROCESS_READWRITEVM_LOGGING_ENABLE_READVM_V             1
#define PROCESS_READWRITEVM_LOGGING_ENABLE_WRITEVM              2
#define PROCESS_READWRITEVM_LOGGING_ENABLE_WRITEVM_V            2
#define PROCESS_EXCEPTION_PORT_ALL_STATE_BITS                   3
#define PROCESS_EXCEPTION_PORT_ALL_STATE_FLAGS                  ((ULONGLONG)7)
#define POWER_THROTTLING_PROCESS_CURRENT_VERSION                1
#define POWER_THROTTLING_PROCESS_EXECUTION_SPEED                1
#define POWER_THROTTLING_PROCESS_DELAYTIMERS                    2
#define POWER_THROTTLING_PROCESS_VALID_FLAGS                    3
#define POWER_THROTTLING_THREAD_CURRENT_VERSION                 1
#define POWER_THROTTLING_THREAD_EXECUTION_SPEED                 1
#define POWER_THROTTLING_THREAD_VALID_FLAGS                     1
#define PCR_MINOR_VERSION                                       1
#define PCR_MAJOR_VERSION                                       1
#define KUMS_UCH_VOLATILE_BIT                                   0
#define KUMS_UCH_VOLATILE_MASK                                  ((ULONGLONG)1)
#define MM_LOWEST_USER_ADDRESS                                  0x00010000ULL
#define RESULT_ZERO                                             0
#define RESULT_NEGATIVE                                         1
#define RESULT_POSITIVE                                         2
#define DRIVER_VERIFIER_SPECIAL_POOLING                         1
#define DRIVER_VERIFIER_FORCE_IRQL_CHECKING                     2
#define DRIVER_VERIFIER_INJECT_ALLOCATION_FAILURES              4
#define DRIVER_VERIFIER_TRACK_POOL_ALLOCATIONS                  8
#define DRIVER_VERIFIER_IO_CHECKING                             0x10
#define XSTATE_LEGACY_FLOATING_POINT                            0
#define XSTATE_LEGACY_SSE                                       1
#define XSTATE_GSSE                                             2
#define XSTATE_AVX                                              2
#define XSTATE_MPX_BNDREGS                                      3
#define XSTATE_MPX_BNDCSR                                       4
#define XSTATE_AVX512_KMASK                                     5
#define XSTATE_AVX512_ZMM_H                                     6
#define XSTATE_AVX512_ZMM                                       7
#define XSTATE_IPT                                              8
#define XSTATE_LWP                                              62
#define MAXIMUM_XSTATE_FEATURES                                 0x40
#define XSTATE_MASK_LEGACY_FLOATING_POINT                       ((ULONGLONG)1)
#define XSTATE_MASK_LEGACY_SSE                                  ((ULONGLONG)2)
#define XSTATE_MASK_LEGACY                                      ((ULONGLONG)3)
#define XSTATE_MASK_GSSE                                        ((ULONGLONG)4)
#define XSTATE_MASK_AVX                                         ((ULONGLONG)4)
#define XSTATE_MASK_MPX                                         ((ULONGLONG)24)
#define XSTATE_MASK_AVX512                                      ((ULONGLONG)224)
#define XSTATE_MASK_IPT                                         0x00000100ULL
#define XSTATE_MASK_LWP                                         0x4000000000000000ULL
#define XSTATE_MASK_ALLOWED                                     0x40000000000001FFULL
#define XSTATE_MASK_PERSISTENT                                  0x4000000000000010ULL
#define XSTATE_COMPACTION_ENABLE                                63
#define XSTATE_COMPACTION_ENABLE_MASK                           0x8000000000000000ULL
#define XSTATE_ALIGN_BIT                                        1
#define XSTATE_ALIGN_MASK                                       ((ULONGLONG)2)
#define XSTATE_CONTROLFLAG_XSAVEOPT_MASK                        1
#define XSTATE_CONTROLFLAG_XSAVEC_MASK                          2
#define XSTATE_CONTROLFLAG_VALID_MASK                           3
#define NX_SUPPORT_POLICY_ALWAYSOFF                             0
#define NX_SUPPORT_POLICY_ALWAYSON                              1
#define NX_SUPPORT_POLICY_OPTIN                                 2
#define NX_SUPPORT_POLICY_OPTOUT                                3
#define SEH_VALIDATION_POLICY_ON                                0
#define SEH_VALIDATION_POLICY_OFF                               1
#define SEH_VALIDATION_POLICY_TELEMETRY                         2
#define SEH_VALIDATION_POLICY_DEFER                             3
#define SHARED_GLOBAL_FLAGS_ERROR_PORT_V                        0
#define SHARED_GLOBAL_FLAGS_ERROR_PORT                          1
#define SHARED_GLOBAL_FLAGS_ELEVATION_ENABLED_V                 1
#define SHARED_GLOBAL_FLAGS_ELEVATION_ENABLED                   2
#define SHARED_GLOBAL_FLAGS_VIRT_ENABLED_V                      2
#define SHARED_GLOBAL_FLAGS_VIRT_ENABLED                        4
#define SHARED_GLOBAL_FLAGS_INSTALLER_DETECT_ENABLED_V          3
#define SHARED_GLOBAL_FLAGS_INSTALLER_DETECT_ENABLED            8
#define SHARED_GLOBAL_FLAGS_LKG_ENABLED_V                       4
#define SHARED_GLOBAL_FLAGS_LKG_ENABLED                         0x10
#define SHARED_GLOBAL_FLAGS_DYNAMIC_PROC_ENABLED_V              5
#define SHARED_GLOBAL_FLAGS_DYNAMIC_PROC_ENABLED                0x20
#define SHARED_GLOBAL_FLAGS_CONSOLE_BROKER_ENABLED_V            6
#define SHARED_GLOBAL_FLAGS_CONSOLE_BROKER_ENABLED              0x40
#define SHARED_GLOBAL_FLAGS_SECURE_BOOT_ENABLED_V               7
#define SHARED_GLOBAL_FLAGS_SECURE_BOOT_ENABLED                 0x80
#define SHARED_GLOBAL_FLAGS_MULTI_SESSION_SKU_V                 8
#define SHARED_GLOBAL_FLAGS_MULTI_SESSION_SKU                   0x00000100
#define SHARED_GLOBAL_FLAGS_MULTIUSERS_IN_SESSION_SKU_V         9
#define SHARED_GLOBAL_FLAGS_MULTIUSERS_IN_SESSION_SKU           0x00000200
#define SHARED_GLOBAL_FLAGS_STATE_SEPARATION_ENABLED_V          10
#define SHARED_GLOBAL_FLAGS_STATE_SEPARATION_ENABLED            0x00000400
#define SYSTEM_CALL_SYSCALL                                     0
#define SYSTEM_CALL_INT_2E                                      1
#define SHARED_GLOBAL_FLAGS_QPC_BYPASS_ENABLED                  1
#define SHARED_GLOBAL_FLAGS_QPC_BYPASS_USE_MFENCE               0x10
#define SHARED_GLOBAL_FLAGS_QPC_BYPASS_USE_LFENCE               0x20
#define SHARED_GLOBAL_FLAGS_QPC_BYPASS_A73_ERRATA               0x40
#define SHARED_GLOBAL_FLAGS_QPC_BYPASS_USE_RDTSCP               0x80
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
#define MM_ADD_PHYSICAL_MEMORY_ALREADY_ZEROED                   1
#define MM_SYSTEM_PARTITION_OBJECT                              ((ULONGLONG)0)
#define MM_CURRENT_PROCESS_PARTITION_OBJECT                     0xFFFFFFFFFFFFFFFFULL
#define MM_COPY_MEMORY_PHYSICAL                                 1
#define MM_COPY_MEMORY_VIRTUAL                                  2
#define MM_SYSTEM_VIEW_EXCEPTIONS_FOR_INPAGE_ERRORS             1
#define IMAGE_ADDRESSING_MODE_32BIT                             3
#define PS_IMAGE_NOTIFY_CONFLICTING_ARCHITECTURE                1
#define SILO_MONITOR_REGISTRATION_VERSION                       1
#define PS_INVALID_SILO_CONTEXT_SLOT                            0xFFFFFFFF
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
#define IO_USE_AMBIENT_SILO                                     ((ULONGLONG)1)
#define BDCB_IMAGEFLAGS_FAILED_CODE_INTEGRITY                   1
#define ARBITER_FLAG_BOOT_CONFIG                                1
#define ARBITER_FLAG_ROOT_ENUM                                  2
#define ARBITER_FLAG_OTHER_ENUM                                 4
#define ARBITER_PARTIAL                                         1
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
#define HAL_MCA_INTERRUPTS_BASED                                0xFFFFFFFF
#define HAL_MCA_DISABLED                                        0
#define HAL_PLATFORM_DISABLE_WRITE_COMBINING                    1
#define HAL_PLATFORM_DISABLE_PTCG                               4
#define HAL_PLATFORM_DISABLE_UC_MAIN_MEMORY                     8
#define HAL_PLATFORM_ENABLE_WRITE_COMBINING_MMIO                0x10
#define HAL_PLATFORM_ACPI_TABLES_CACHED                         0x20
#define PCI_AGP_RATE_1X                                         1
#define PCI_AGP_RATE_2X                                         2
#define PCI_AGP_RATE_4X                                         4
#define PCIX_MODE_CONVENTIONAL_PCI                              0
#define PCIX_MODE1_66MHZ                                        1
#define PCIX_MODE1_100MHZ                                       2
#define PCIX_MODE1_133MHZ                                       3
#define PCIX_MODE2_266_66MHZ                                    9
#define PCIX_MODE2_266_100MHZ                                   10
#define PCIX_MODE2_266_133MHZ                                   11
#define PCIX_MODE2_533_66MHZ                                    13
#define PCIX_MODE2_533_100MHZ                                   14
#define PCIX_MODE2_533_133MHZ                                   15
#define PCIX_VERSION_MODE1_ONLY                                 0
#define PCIX_VERSION_MODE2_ECC                                  1
#define PCIX_VERSION_DUAL_MODE_ECC                              2
#define OSC_FIRMWARE_FAILURE                                    2
#define OSC_UNRECOGNIZED_UUID                                   4
#define OSC_UNRECOGNIZED_REVISION                               8
#define OSC_CAPABILITIES_MASKED                                 0x10
#define PCI_ROOT_BUS_OSC_METHOD_CAPABILITY_REVISION             1
#define PCI_DATA_TAG                                            0x20494350
#define PCI_DATA_VERSION                                        1
#define PCI_EXPRESS_TPH_ST_LOCATION_NONE                        0
#define PCI_EXPRESS_TPH_ST_LOCATION_TPH_CAPABILITY              1
#define PCI_EXPRESS_TPH_ST_LOCATION_MSIX_TABLE                  2
#define PCI_EXPRESS_TPH_ST_LOCATION_RESERVED                    3
#define PCI_BUS_INTERFACE_STANDARD_VERSION                      2
#define PCI_BUS_INTERFACE_STANDARD_VERSION_1_LENGTH             80
#define WHEA_ERROR_SOURCE_DESCRIPTOR_VERSION_10                 10
#define WHEA_MAX_MC_BANKS                                       0x20
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
#define WHEA_DISABLE_OFFLINE                                    0
#define WHEA_MEM_PERSISTOFFLINE                                 1
#define WHEA_MEM_PFA_DISABLE                                    2
#define WHEA_MEM_PFA_PAGECOUNT                                  3
#define WHEA_MEM_PFA_THRESHOLD                                  4
#define WHEA_MEM_PFA_TIMEOUT                                    5
#define WHEA_DISABLE_DUMMY_WRITE                                6
#define ERRTYP_INTERNAL                                         1
#define ERRTYP_BUS                                              0x10
#define ERRTYP_MEM                                              4
#define ERRTYP_TLB                                              5
#define ERRTYP_CACHE                                            6
#define ERRTYP_FUNCTION                                         7
#define ERRTYP_SELFTEST                                         8
#define ERRTYP_FLOW                                             9
#define ERRTYP_MAP                                              17
#define ERRTYP_IMPROPER                                         18
#define ERRTYP_UNIMPL                                           19
#define ERRTYP_LOSSOFLOCKSTEP                                   20
#define ERRTYP_RESPONSE                                         21
#define ERRTYP_PARITY                                           22
#define ERRTYP_PROTOCOL                                         23
#define ERRTYP_PATHERROR                                        24
#define ERRTYP_TIMEOUT                                          25
#define ERRTYP_POISONED                                         26
#define WHEA_ERROR_RECORD_VALID_PLATFORMID                      1
#define WHEA_ERROR_RECORD_VALID_TIMESTAMP                       2
#define WHEA_ERROR_RECORD_VALID_PARTITIONID                     4
#define WHEA_ERROR_RECORD_FLAGS_RECOVERED                       1
#define WHEA_ERROR_RECORD_FLAGS_PREVIOUSERROR                   2
#define WHEA_ERROR_RECORD_FLAGS_SIMULATED                       4
#define WHEA_ERROR_RECORD_SIGNATURE                             0x52455043
#define WHEA_ERROR_RECORD_REVISION                              0x00000210
#define WHEA_ERROR_RECORD_SIGNATURE_END                         0xFFFFFFFF
#define WHEA_SECTION_DESCRIPTOR_FLAGS_PRIMARY                   1
#define WHEA_SECTION_DESCRIPTOR_FLAGS_CONTAINMENTWRN            2
#define WHEA_SECTION_DESCRIPTOR_FLAGS_RESET                     4
#define WHEA_SECTION_DESCRIPTOR_FLAGS_THRESHOLDEXCEEDED         8
#define WHEA_SECTION_DESCRIPTOR_FLAGS_RESOURCENA                0x10
#define WHEA_SECTION_DESCRIPTOR_FLAGS_LATENTERROR               0x20
#define WHEA_SECTION_DESCRIPTOR_FLAGS_PROPAGATED                0x40
#define WHEA_ERROR_RECORD_SECTION_DESCRIPTOR_REVISION           0x00000300
#define GENPROC_PROCTYPE_XPF                                    0
#define GENPROC_PROCTYPE_IPF                                    1
#define GENPROC_PROCTYPE_ARM                                    2
#define GENPROC_PROCISA_X86                                     0
#define GENPROC_PROCISA_IPF                                     1
#define GENPROC_PROCISA_X64                                     2
#define GENPROC_PROCISA_ARM32                                   4
#define GENPROC_PROCISA_ARM64                                   8
#define GENPROC_PROCERRTYPE_UNKNOWN                             0
#define GENPROC_PROCERRTYPE_CACHE                               1
#define GENPROC_PROCERRTYPE_TLB                                 2
#define GENPROC_PROCERRTYPE_BUS                                 4
#define GENPROC_PROCERRTYPE_MAE                                 8
#define GENPROC_OP_GENERIC                                      0
#define GENPROC_OP_DATAREAD                                     1
#define GENPROC_OP_DATAWRITE                                    2
#define GENPROC_OP_INSTRUCTIONEXE                               3
#define GENPROC_FLAGS_RESTARTABLE                               1
#define GENPROC_FLAGS_PRECISEIP                                 2
#define GENPROC_FLAGS_OVERFLOW                                  4
#define GENPROC_FLAGS_CORRECTED                                 8
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
#define WHEA_MEMERRTYPE_UNKNOWN                                 0
#define WHEA_MEMERRTYPE_NOERROR                                 1
#define WHEA_MEMERRTYPE_SINGLEBITECC                            2
#define WHEA_MEMERRTYPE_MULTIBITECC                             3
#define WHEA_MEMERRTYPE_SINGLESYMCHIPKILL                       4
#define WHEA_MEMERRTYPE_MULTISYMCHIPKILL                        5
#define WHEA_MEMERRTYPE_MASTERABORT                             6
#define WHEA_MEMERRTYPE_TARGETABORT                             7
#define WHEA_MEMERRTYPE_PARITYERROR                             8
#define WHEA_MEMERRTYPE_WATCHDOGTIMEOUT                         9
#define WHEA_MEMERRTYPE_INVALIDADDRESS                          10
#define WHEA_MEMERRTYPE_MIRRORBROKEN                            11
#define WHEA_MEMERRTYPE_MEMORYSPARING                           12
#define PCIXBUS_ERRTYPE_UNKNOWN                                 0
#define PCIXBUS_ERRTYPE_DATAPARITY                              1
#define PCIXBUS_ERRTYPE_SYSTEM                                  2
#define PCIXBUS_ERRTYPE_MASTERABORT                             3
#define PCIXBUS_ERRTYPE_BUSTIMEOUT                              4
#define PCIXBUS_ERRTYPE_MASTERDATAPARITY                        5
#define PCIXBUS_ERRTYPE_ADDRESSPARITY                           6
#define PCIXBUS_ERRTYPE_COMMANDPARITY                           7
#define WHEA_FIRMWARE_RECORD_TYPE_IPFSAL                        0
#define WHEA_XPF_MCA_EXTREG_MAX_COUNT                           24
#define WHEA_XPF_MCA_SECTION_VERSION                            1
#define WHEA_ERROR_PACKET_V1_SIGNATURE                          0x74507245
#define WHEA_ERROR_PACKET_V1_VERSION                            2
#define WHEA_ERROR_PACKET_V2_SIGNATURE                          0x41454857
#define WHEA_ERROR_PACKET_V2_VERSION                            3
#define WHEA_ERROR_PACKET_SIGNATURE                             0x41454857
#define WHEA_ERROR_PACKET_VERSION                               3
#define WHEA_GENERIC_ENTRY_V2_VERSION                           0x00000300
#define WHEA_GENERIC_ENTRY_VERSION                              0x00000300
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
#define WHEA_PLUGIN_REGISTRATION_PACKET_VERSION                 0x00010000
#define PshedFADiscovery                                        1
#define PshedFAErrorSourceControl                               2
#define PshedFAErrorRecordPersistence                           4
#define PshedFAErrorInfoRetrieval                               8
#define PshedFAErrorRecovery                                    0x10
#define PshedFAErrorInjection                                   0x20
#define WHEA_WRITE_FLAG_DUMMY                                   1
#define PCI_EXPRESS_AER_DEVICE_CONTROL_MASK                     7
#define PCI_EXPRESS_AER_DEVICE_STATUS_MASK                      0x0000000F

typedef UCHAR SE_SIGNING_LEVEL;

typedef union _ARM64_NT_NEON128 {
    struct {
        ULONGLONG Low;
        LONGLONG High;
    };
    double D[2];
    float S[4];
    USHORT H[8];
    UCHAR B[16];
} ARM64_NT_NEON128, *PARM64_NT_NEON128;

typedef struct DECLSPEC_ALIGN(16) _ARM64_NT_CONTEXT {
    ULONG ContextFlags;
    ULONG Cpsr;
    union {
        struct {
            ULONG64 X0;
            ULONG64 X1;
            ULONG64 X2;
            ULONG64 X3;
            ULONG64 X4;
            ULONG64 X5;
            ULONG64 X6;
            ULONG64 X7;
            ULONG64 X8;
            ULONG64 X9;
            ULONG64 X10;
            ULONG64 X11;
            ULONG64 X12;
            ULONG64 X13;
            ULONG64 X14;
            ULONG64 X15;
            ULONG64 X16;
            ULONG64 X17;
            ULONG64 X18;
            ULONG64 X19;
            ULONG64 X20;
            ULONG64 X21;
            ULONG64 X22;
            ULONG64 X23;
            ULONG64 X24;
            ULONG64 X25;
            ULONG64 X26;
            ULONG64 X27;
            ULONG64 X28;
            ULONG64 Fp;
            ULONG64 Lr;
        };
        ULONG64 X[31];
    };
    ULONG64 Sp;
    ULONG64 Pc;
    ARM64_NT_NEON128 V[32];
    ULONG Fpcr;
    ULONG Fpsr;
    ULONG Bcr[8];
    ULONG64 Bvr[8];
    ULONG Wcr[2];
    ULONG64 Wvr[2];
} ARM64_NT_CONTEXT, *PARM64_NT_CONTEXT;

typedef union _RTL_RUN_ONCE {
    PVOID Ptr;
} RTL_RUN_ONCE, *PRTL_RUN_ONCE;

typedef struct _RTL_BALANCED_LINKS {
    struct _RTL_BALANCED_LINKS *Parent;
    struct _RTL_BALANCED_LINKS *LeftChild;
    struct _RTL_BALANCED_LINKS *RightChild;
    CHAR Balance;
    UCHAR Reserved[3];
} RTL_BALANCED_LINKS, *PRTL_BALANCED_LINKS;

typedef enum _RTL_GENERIC_COMPARE_RESULTS {
    GenericLessThan,
    GenericGreaterThan,
    GenericEqual,
} RTL_GENERIC_COMPARE_RESULTS;

typedef RTL_GENERIC_COMPARE_RESULTS (NTAPI *PRTL_AVL_COMPARE_ROUTINE)(void);
typedef PVOID (NTAPI *PRTL_AVL_ALLOCATE_ROUTINE)(void);
typedef void (NTAPI *PRTL_AVL_FREE_ROUTINE)(void);

typedef struct _RTL_AVL_TABLE {
    RTL_BALANCED_LINKS BalancedRoot;
    PVOID OrderedPointer;
    ULONG WhichOrderedElement;
    ULONG NumberGenericTableElements;
    ULONG DepthOfTree;
    PRTL_BALANCED_LINKS RestartKey;
    ULONG DeleteCount;
    PRTL_AVL_COMPARE_ROUTINE CompareRoutine;
    PRTL_AVL_ALLOCATE_ROUTINE AllocateRoutine;
    PRTL_AVL_FREE_ROUTINE FreeRoutine;
    PVOID TableContext;
} RTL_AVL_TABLE, *PRTL_AVL_TABLE;

typedef struct _RTL_SPLAY_LINKS {
    struct _RTL_SPLAY_LINKS *Parent;
    struct _RTL_SPLAY_LINKS *LeftChild;
    struct _RTL_SPLAY_LINKS *RightChild;
} RTL_SPLAY_LINKS, *PRTL_SPLAY_LINKS;

typedef RTL_GENERIC_COMPARE_RESULTS (NTAPI *PRTL_GENERIC_COMPARE_ROUTINE)(void);
typedef PVOID (NTAPI *PRTL_GENERIC_ALLOCATE_ROUTINE)(void);
typedef void (NTAPI *PRTL_GENERIC_FREE_ROUTINE)(void);

typedef struct _RTL_GENERIC_TABLE {
    PRTL_SPLAY_LINKS TableRoot;
    LIST_ENTRY InsertOrderList;
    PLIST_ENTRY OrderedPointer;
    ULONG WhichOrderedElement;
    ULONG NumberGenericTableElements;
    PRTL_GENERIC_COMPARE_ROUTINE CompareRoutine;
    PRTL_GENERIC_ALLOCATE_ROUTINE AllocateRoutine;
    PRTL_GENERIC_FREE_ROUTINE FreeRoutine;
    PVOID TableContext;
} RTL_GENERIC_TABLE, *PRTL_GENERIC_TABLE;

typedef struct _RTL_DYNAMIC_HASH_TABLE_ENTRY {
    LIST_ENTRY Linkage;
    ULONG_PTR Signature;
} RTL_DYNAMIC_HASH_TABLE_ENTRY, *PRTL_DYNAMIC_HASH_TABLE_ENTRY;

typedef struct _RTL_DYNAMIC_HASH_TABLE_CONTEXT {
    PLIST_ENTRY ChainHead;
    PLIST_ENTRY PrevLinkage;
    ULONG_PTR Signature;
} RTL_DYNAMIC_HASH_TABLE_CONTEXT, *PRTL_DYNAMIC_HASH_TABLE_CONTEXT;

typedef struct _RTL_DYNAMIC_HASH_TABLE_ENUMERATOR {
    union {
        RTL_DYNAMIC_HASH_TABLE_ENTRY HashEntry;
        PLIST_ENTRY CurEntry;
    };
    PLIST_ENTRY ChainHead;
    ULONG BucketIndex;
} RTL_DYNAMIC_HASH_TABLE_ENUMERATOR, *PRTL_DYNAMIC_HASH_TABLE_ENUMERATOR;

typedef struct _RTL_DYNAMIC_HASH_TABLE {
    ULONG Flags;
    ULONG Shift;
    ULONG TableSize;
    ULONG Pivot;
    ULONG DivisorMask;
    ULONG NumEntries;
    ULONG NonEmptyBuckets;
    ULONG NumEnumerators;
    PVOID Directory;
} RTL_DYNAMIC_HASH_TABLE, *PRTL_DYNAMIC_HASH_TABLE;

typedef struct _NV_MEMORY_RANGE {
    void *BaseAddress;
    SIZE_T Length;
} NV_MEMORY_RANGE, *PNV_MEMORY_RANGE;

typedef struct CORRELATION_VECTOR {
    CHAR Version;
    CHAR Vector[129];
} CORRELATION_VECTOR, *PCORRELATION_VECTOR;

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

typedef struct _EXCEPTION_REGISTRATION_RECORD {
    struct _EXCEPTION_REGISTRATION_RECORD *Next;
    PEXCEPTION_ROUTINE Handler;
} EXCEPTION_REGISTRATION_RECORD, *PEXCEPTION_REGISTRATION_RECORD;

typedef struct _NT_TIB {
    struct _EXCEPTION_REGISTRATION_RECORD *ExceptionList;
    PVOID StackBase;
    PVOID StackLimit;
    PVOID SubSystemTib;
    union {
        PVOID FiberData;
        ULONG Version;
    };
    PVOID ArbitraryUserPointer;
    struct _NT_TIB *Self;
} NT_TIB, *PNT_TIB;

typedef struct _NT_TIB32 {
    ULONG ExceptionList;
    ULONG StackBase;
    ULONG StackLimit;
    ULONG SubSystemTib;
    union {
        ULONG FiberData;
        ULONG Version;
    };
    ULONG ArbitraryUserPointer;
    ULONG Self;
} NT_TIB32, *PNT_TIB32;

typedef struct _NT_TIB64 {
    ULONG64 ExceptionList;
    ULONG64 StackBase;
    ULONG64 StackLimit;
    ULONG64 SubSystemTib;
    union {
        ULONG64 FiberData;
        ULONG Version;
    };
    ULONG64 ArbitraryUserPointer;
    ULONG64 Self;
} NT_TIB64, *PNT_TIB64;

typedef struct _PAGE_PRIORITY_INFORMATION {
    ULONG PagePriority;
} PAGE_PRIORITY_INFORMATION, *PPAGE_PRIORITY_INFORMATION;

typedef struct _PROCESS_WS_WATCH_INFORMATION {
    PVOID FaultingPc;
    PVOID FaultingVa;
} PROCESS_WS_WATCH_INFORMATION, *PPROCESS_WS_WATCH_INFORMATION;

struct _PEB;
typedef struct _PEB *PPEB;

typedef struct _PROCESS_BASIC_INFORMATION {
    NTSTATUS ExitStatus;
    PPEB PebBaseAddress;
    ULONG_PTR AffinityMask;
    KPRIORITY BasePriority;
    ULONG_PTR UniqueProcessId;
    ULONG_PTR InheritedFromUniqueProcessId;
} PROCESS_BASIC_INFORMATION, *PPROCESS_BASIC_INFORMATION;

typedef struct _PROCESS_EXTENDED_BASIC_INFORMATION {
    SIZE_T Size;
    PROCESS_BASIC_INFORMATION BasicInfo;
    union {
        ULONG Flags;
        struct {
            ULONG IsProtectedProcess : 1;
            ULONG IsWow64Process : 1;
            ULONG IsProcessDeleting : 1;
            ULONG IsCrossSessionCreate : 1;
            ULONG IsFrozen : 1;
            ULONG IsBackground : 1;
            ULONG IsStronglyNamed : 1;
            ULONG IsSecureProcess : 1;
            ULONG IsSubsystemProcess : 1;
            ULONG SpareBits : 23;
        };
    };
} PROCESS_EXTENDED_BASIC_INFORMATION, *PPROCESS_EXTENDED_BASIC_INFORMATION;

typedef struct _PROCESS_DEVICEMAP_INFORMATION {
    union {
        struct {
            HANDLE DirectoryHandle;
        } Set;
        struct {
            ULONG DriveMap;
            UCHAR DriveType[32];
        } Query;
    };
} PROCESS_DEVICEMAP_INFORMATION, *PPROCESS_DEVICEMAP_INFORMATION;

typedef struct _PROCESS_DEVICEMAP_INFORMATION_EX {
    union {
        struct {
            HANDLE DirectoryHandle;
        } Set;
        struct {
            ULONG DriveMap;
            UCHAR DriveType[32];
        } Query;
    };
    ULONG Flags;
} PROCESS_DEVICEMAP_INFORMATION_EX, *PPROCESS_DEVICEMAP_INFORMATION_EX;

typedef struct _PROCESS_SESSION_INFORMATION {
    ULONG SessionId;
} PROCESS_SESSION_INFORMATION, *PPROCESS_SESSION_INFORMATION;

typedef struct _PROCESS_HANDLE_TRACING_ENABLE {
    ULONG Flags;
} PROCESS_HANDLE_TRACING_ENABLE, *PPROCESS_HANDLE_TRACING_ENABLE;

typedef struct _PROCESS_HANDLE_TRACING_ENABLE_EX {
    ULONG Flags;
    ULONG TotalSlots;
} PROCESS_HANDLE_TRACING_ENABLE_EX, *PPROCESS_HANDLE_TRACING_ENABLE_EX;

typedef struct _PROCESS_HANDLE_TRACING_ENTRY {
    HANDLE Handle;
    CLIENT_ID ClientId;
    ULONG Type;
    PVOID Stacks[16];
} PROCESS_HANDLE_TRACING_ENTRY, *PPROCESS_HANDLE_TRACING_ENTRY;

typedef struct _PROCESS_HANDLE_TRACING_QUERY {
    HANDLE Handle;
    ULONG TotalTraces;
    PROCESS_HANDLE_TRACING_ENTRY HandleTrace[1];
} PROCESS_HANDLE_TRACING_QUERY, *PPROCESS_HANDLE_TRACING_QUERY;

typedef struct _QUOTA_LIMITS {
    SIZE_T PagedPoolLimit;
    SIZE_T NonPagedPoolLimit;
    SIZE_T MinimumWorkingSetSize;
    SIZE_T MaximumWorkingSetSize;
    SIZE_T PagefileLimit;
    LARGE_INTEGER TimeLimit;
} QUOTA_LIMITS, *PQUOTA_LIMITS;

typedef union _RATE_QUOTA_LIMIT {
    ULONG RateData;
    struct {
        ULONG RatePercent : 7;
        ULONG Reserved0 : 25;
    };
} RATE_QUOTA_LIMIT, *PRATE_QUOTA_LIMIT;

typedef struct _QUOTA_LIMITS_EX {
    SIZE_T PagedPoolLimit;
    SIZE_T NonPagedPoolLimit;
    SIZE_T MinimumWorkingSetSize;
    SIZE_T MaximumWorkingSetSize;
    SIZE_T PagefileLimit;
    LARGE_INTEGER TimeLimit;
    SIZE_T WorkingSetLimit;
    SIZE_T Reserved2;
    SIZE_T Reserved3;
    SIZE_T Reserved4;
    ULONG Flags;
    RATE_QUOTA_LIMIT CpuRateLimit;
} QUOTA_LIMITS_EX, *PQUOTA_LIMITS_EX;

typedef struct _IO_COUNTERS {
    ULONGLONG ReadOperationCount;
    ULONGLONG WriteOperationCount;
    ULONGLONG OtherOperationCount;
    ULONGLONG ReadTransferCount;
    ULONGLONG WriteTransferCount;
    ULONGLONG OtherTransferCount;
} IO_COUNTERS, *PIO_COUNTERS;

typedef struct _VM_COUNTERS {
    SIZE_T PeakVirtualSize;
    SIZE_T VirtualSize;
    ULONG PageFaultCount;
    SIZE_T PeakWorkingSetSize;
    SIZE_T WorkingSetSize;
    SIZE_T QuotaPeakPagedPoolUsage;
    SIZE_T QuotaPagedPoolUsage;
    SIZE_T QuotaPeakNonPagedPoolUsage;
    SIZE_T QuotaNonPagedPoolUsage;
    SIZE_T PagefileUsage;
    SIZE_T PeakPagefileUsage;
} VM_COUNTERS, *PVM_COUNTERS;

typedef struct _VM_COUNTERS_EX {
    SIZE_T PeakVirtualSize;
    SIZE_T VirtualSize;
    ULONG PageFaultCount;
    SIZE_T PeakWorkingSetSize;
    SIZE_T WorkingSetSize;
    SIZE_T QuotaPeakPagedPoolUsage;
    SIZE_T QuotaPagedPoolUsage;
    SIZE_T QuotaPeakNonPagedPoolUsage;
    SIZE_T QuotaNonPagedPoolUsage;
    SIZE_T PagefileUsage;
    SIZE_T PeakPagefileUsage;
    SIZE_T PrivateUsage;
} VM_COUNTERS_EX, *PVM_COUNTERS_EX;

typedef struct _VM_COUNTERS_EX2 {
    VM_COUNTERS_EX CountersEx;
    SIZE_T PrivateWorkingSetSize;
    ULONGLONG SharedCommitUsage;
} VM_COUNTERS_EX2, *PVM_COUNTERS_EX2;

typedef enum _HARDWARE_COUNTER_TYPE {
    PMCCounter,
    MaxHardwareCounterType,
} HARDWARE_COUNTER_TYPE, *PHARDWARE_COUNTER_TYPE;

typedef struct _HARDWARE_COUNTER {
    HARDWARE_COUNTER_TYPE Type;
    ULONG Reserved;
    ULONG64 Index;
} HARDWARE_COUNTER, *PHARDWARE_COUNTER;

typedef struct _PROCESS_MITIGATION_ASLR_POLICY {
    union {
        ULONG Flags;
        struct {
            ULONG EnableBottomUpRandomization : 1;
            ULONG EnableForceRelocateImages : 1;
            ULONG EnableHighEntropy : 1;
            ULONG DisallowStrippedImages : 1;
            ULONG ReservedFlags : 28;
        };
    };
} PROCESS_MITIGATION_ASLR_POLICY, *PPROCESS_MITIGATION_ASLR_POLICY;

typedef struct _PROCESS_MITIGATION_DEP_POLICY {
    union {
        ULONG Flags;
        struct {
            ULONG Enable : 1;
            ULONG DisableAtlThunkEmulation : 1;
            ULONG ReservedFlags : 30;
        };
    };
    BOOLEAN Permanent;
} PROCESS_MITIGATION_DEP_POLICY, *PPROCESS_MITIGATION_DEP_POLICY;

typedef struct _PROCESS_MITIGATION_STRICT_HANDLE_CHECK_POLICY {
    union {
        ULONG Flags;
        struct {
            ULONG RaiseExceptionOnInvalidHandleReference : 1;
            ULONG HandleExceptionsPermanentlyEnabled : 1;
            ULONG ReservedFlags : 30;
        };
    };
} PROCESS_MITIGATION_STRICT_HANDLE_CHECK_POLICY, *PPROCESS_MITIGATION_STRICT_HANDLE_CHECK_POLICY;

typedef struct _PROCESS_MITIGATION_SYSTEM_CALL_DISABLE_POLICY {
    union {
        ULONG Flags;
        struct {
            ULONG DisallowWin32kSystemCalls : 1;
            ULONG AuditDisallowWin32kSystemCalls : 1;
            ULONG ReservedFlags : 30;
        };
    };
} PROCESS_MITIGATION_SYSTEM_CALL_DISABLE_POLICY, *PPROCESS_MITIGATION_SYSTEM_CALL_DISABLE_POLICY;

typedef struct _PROCESS_MITIGATION_EXTENSION_POINT_DISABLE_POLICY {
    union {
        ULONG Flags;
        struct {
            ULONG DisableExtensionPoints : 1;
            ULONG ReservedFlags : 31;
        };
    };
} PROCESS_MITIGATION_EXTENSION_POINT_DISABLE_POLICY, *PPROCESS_MITIGATION_EXTENSION_POINT_DISABLE_POLICY;

typedef struct _PROCESS_MITIGATION_DYNAMIC_CODE_POLICY {
    union {
        ULONG Flags;
        struct {
            ULONG ProhibitDynamicCode : 1;
            ULONG AllowThreadOptOut : 1;
            ULONG AllowRemoteDowngrade : 1;
            ULONG AuditProhibitDynamicCode : 1;
            ULONG ReservedFlags : 28;
        };
    };
} PROCESS_MITIGATION_DYNAMIC_CODE_POLICY, *PPROCESS_MITIGATION_DYNAMIC_CODE_POLICY;

typedef struct _PROCESS_MITIGATION_CONTROL_FLOW_GUARD_POLICY {
    union {
        ULONG Flags;
        struct {
            ULONG EnableControlFlowGuard : 1;
            ULONG EnableExportSuppression : 1;
            ULONG StrictMode : 1;
            ULONG ReservedFlags : 29;
        };
    };
} PROCESS_MITIGATION_CONTROL_FLOW_GUARD_POLICY, *PPROCESS_MITIGATION_CONTROL_FLOW_GUARD_POLICY;

typedef struct _PROCESS_MITIGATION_BINARY_SIGNATURE_POLICY {
    union {
        ULONG Flags;
        struct {
            ULONG MicrosoftSignedOnly : 1;
            ULONG StoreSignedOnly : 1;
            ULONG MitigationOptIn : 1;
            ULONG AuditMicrosoftSignedOnly : 1;
            ULONG AuditStoreSignedOnly : 1;
            ULONG ReservedFlags : 27;
        };
    };
} PROCESS_MITIGATION_BINARY_SIGNATURE_POLICY, *PPROCESS_MITIGATION_BINARY_SIGNATURE_POLICY;

typedef struct _PROCESS_MITIGATION_FONT_DISABLE_POLICY {
    union {
        ULONG Flags;
        struct {
            ULONG DisableNonSystemFonts : 1;
            ULONG AuditNonSystemFontLoading : 1;
            ULONG ReservedFlags : 30;
        };
    };
} PROCESS_MITIGATION_FONT_DISABLE_POLICY, *PPROCESS_MITIGATION_FONT_DISABLE_POLICY;

typedef struct _PROCESS_MITIGATION_IMAGE_LOAD_POLICY {
    union {
        ULONG Flags;
        struct {
            ULONG NoRemoteImages : 1;
            ULONG NoLowMandatoryLabelImages : 1;
            ULONG PreferSystem32Images : 1;
            ULONG AuditNoRemoteImages : 1;
            ULONG AuditNoLowMandatoryLabelImages : 1;
            ULONG ReservedFlags : 27;
        };
    };
} PROCESS_MITIGATION_IMAGE_LOAD_POLICY, *PPROCESS_MITIGATION_IMAGE_LOAD_POLICY;

typedef struct _PROCESS_MITIGATION_SYSTEM_CALL_FILTER_POLICY {
    union {
        ULONG Flags;
        struct {
            ULONG FilterId : 4;
            ULONG ReservedFlags : 28;
        };
    };
} PROCESS_MITIGATION_SYSTEM_CALL_FILTER_POLICY, *PPROCESS_MITIGATION_SYSTEM_CALL_FILTER_POLICY;

typedef struct _PROCESS_MITIGATION_PAYLOAD_RESTRICTION_POLICY {
    union {
        ULONG Flags;
        struct {
            ULONG EnableExportAddressFilter : 1;
            ULONG AuditExportAddressFilter : 1;
            ULONG EnableExportAddressFilterPlus : 1;
            ULONG AuditExportAddressFilterPlus : 1;
            ULONG EnableImportAddressFilter : 1;
            ULONG AuditImportAddressFilter : 1;
            ULONG EnableRopStackPivot : 1;
            ULONG AuditRopStackPivot : 1;
            ULONG EnableRopCallerCheck : 1;
            ULONG AuditRopCallerCheck : 1;
            ULONG EnableRopSimExec : 1;
            ULONG AuditRopSimExec : 1;
            ULONG ReservedFlags : 20;
        };
    };
} PROCESS_MITIGATION_PAYLOAD_RESTRICTION_POLICY, *PPROCESS_MITIGATION_PAYLOAD_RESTRICTION_POLICY;

typedef struct _PROCESS_MITIGATION_CHILD_PROCESS_POLICY {
    union {
        ULONG Flags;
        struct {
            ULONG NoChildProcessCreation : 1;
            ULONG AuditNoChildProcessCreation : 1;
            ULONG AllowSecureProcessCreation : 1;
            ULONG ReservedFlags : 29;
        };
    };
} PROCESS_MITIGATION_CHILD_PROCESS_POLICY, *PPROCESS_MITIGATION_CHILD_PROCESS_POLICY;

typedef struct _PROCESS_KEEPALIVE_COUNT_INFORMATION {
    ULONG WakeCount;
    ULONG NoWakeCount;
} PROCESS_KEEPALIVE_COUNT_INFORMATION, *PPROCESS_KEEPALIVE_COUNT_INFORMATION;

typedef struct _PROCESS_REVOKE_FILE_HANDLES_INFORMATION {
    UNICODE_STRING TargetDevicePath;
} PROCESS_REVOKE_FILE_HANDLES_INFORMATION, *PPROCESS_REVOKE_FILE_HANDLES_INFORMATION;

typedef union _PROCESS_READWRITEVM_LOGGING_INFORMATION {
    UCHAR Flags;
    struct {
        UCHAR EnableReadVmLogging : 1;
        UCHAR EnableWriteVmLogging : 1;
        UCHAR Unused : 6;
    };
} PROCESS_READWRITEVM_LOGGING_INFORMATION, *PPROCESS_READWRITEVM_LOGGING_INFORMATION;

typedef struct _POOLED_USAGE_AND_LIMITS {
    SIZE_T PeakPagedPoolUsage;
    SIZE_T PagedPoolUsage;
    SIZE_T PagedPoolLimit;
    SIZE_T PeakNonPagedPoolUsage;
    SIZE_T NonPagedPoolUsage;
    SIZE_T NonPagedPoolLimit;
    SIZE_T PeakPagefileUsage;
    SIZE_T PagefileUsage;
    SIZE_T PagefileLimit;
} POOLED_USAGE_AND_LIMITS, *PPOOLED_USAGE_AND_LIMITS;

typedef struct _PROCESS_ACCESS_TOKEN {
    HANDLE Token;
    HANDLE Thread;
} PROCESS_ACCESS_TOKEN, *PPROCESS_ACCESS_TOKEN;

typedef struct _PROCESS_EXCEPTION_PORT {
    HANDLE ExceptionPortHandle;
    ULONG StateFlags;
} PROCESS_EXCEPTION_PORT, *PPROCESS_EXCEPTION_PORT;

typedef struct _KERNEL_USER_TIMES {
    LARGE_INTEGER CreateTime;
    LARGE_INTEGER ExitTime;
    LARGE_INTEGER KernelTime;
    LARGE_INTEGER UserTime;
} KERNEL_USER_TIMES, *PKERNEL_USER_TIMES;

typedef struct _POWER_THROTTLING_PROCESS_STATE {
    ULONG Version;
    ULONG ControlMask;
    ULONG StateMask;
} POWER_THROTTLING_PROCESS_STATE, *PPOWER_THROTTLING_PROCESS_STATE;

typedef struct _POWER_THROTTLING_THREAD_STATE {
    ULONG Version;
    ULONG ControlMask;
    ULONG StateMask;
} POWER_THROTTLING_THREAD_STATE, *PPOWER_THROTTLING_THREAD_STATE;

union _KGDTENTRY64;
struct _KTSS64;
struct _KPRCB;
union _KIDTENTRY64;

typedef struct _KPCR {
    union {
        NT_TIB NtTib;
        struct {
            union _KGDTENTRY64 *GdtBase;
            struct _KTSS64 *TssBase;
            ULONG64 UserRsp;
            struct _KPCR *Self;
            struct _KPRCB *CurrentPrcb;
            PKSPIN_LOCK_QUEUE LockArray;
            PVOID Used_Self;
        };
    };
    union _KIDTENTRY64 *IdtBase;
    ULONG64 Unused[2];
    KIRQL Irql;
    UCHAR SecondLevelCacheAssociativity;
    UCHAR ObsoleteNumber;
    UCHAR Fill0;
    ULONG Unused0[3];
    USHORT MajorVersion;
    USHORT MinorVersion;
    ULONG StallScaleFactor;
    PVOID Unused1[3];
    ULONG KernelReserved[15];
    ULONG SecondLevelCacheSize;
    ULONG HalReserved[16];
    ULONG Unused2;
    PVOID KdVersionBlock;
    PVOID Unused3;
    ULONG PcrAlign1[24];
} KPCR, *PKPCR;

typedef struct _KEXCEPTION_FRAME {
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
} KEXCEPTION_FRAME, *PKEXCEPTION_FRAME;

typedef struct _KTRAP_FRAME {
    ULONG64 P1Home;
    ULONG64 P2Home;
    ULONG64 P3Home;
    ULONG64 P4Home;
    ULONG64 P5;
    KPROCESSOR_MODE PreviousMode;
    KIRQL PreviousIrql;
    UCHAR FaultIndicator;
    UCHAR ExceptionActive;
    ULONG MxCsr;
    ULONG64 Rax;
    ULONG64 Rcx;
    ULONG64 Rdx;
    ULONG64 R8;
    ULONG64 R9;
    ULONG64 R10;
    ULONG64 R11;
    union {
        ULONG64 GsBase;
        ULONG64 GsSwap;
    };
    M128A Xmm0;
    M128A Xmm1;
    M128A Xmm2;
    M128A Xmm3;
    M128A Xmm4;
    M128A Xmm5;
    union {
        ULONG64 FaultAddress;
        ULONG64 ContextRecord;
    };
    ULONG64 Dr0;
    ULONG64 Dr1;
    ULONG64 Dr2;
    ULONG64 Dr3;
    ULONG64 Dr6;
    ULONG64 Dr7;
    ULONG64 DebugControl;
    ULONG64 LastBranchToRip;
    ULONG64 LastBranchFromRip;
    ULONG64 LastExceptionToRip;
    ULONG64 LastExceptionFromRip;
    USHORT SegDs;
    USHORT SegEs;
    USHORT SegFs;
    USHORT SegGs;
    ULONG64 TrapFrame;
    ULONG64 Rbx;
    ULONG64 Rdi;
    ULONG64 Rsi;
    ULONG64 Rbp;
    union {
        ULONG64 ErrorCode;
        ULONG64 ExceptionFrame;
    };
    ULONG64 Rip;
    USHORT SegCs;
    UCHAR Fill0;
    UCHAR Logging;
    USHORT Fill1[2];
    ULONG EFlags;
    ULONG Fill2;
    ULONG64 Rsp;
    USHORT SegSs;
    USHORT Fill3;
    ULONG Fill4;
} KTRAP_FRAME, *PKTRAP_FRAME;

typedef struct _KUMS_CONTEXT_HEADER {
    ULONG64 P1Home;
    ULONG64 P2Home;
    ULONG64 P3Home;
    ULONG64 P4Home;
    PVOID StackTop;
    ULONG64 StackSize;
    ULONG64 RspOffset;
    ULONG64 Rip;
    PXMM_SAVE_AREA32 FltSave;
    union {
        struct {
            ULONG64 Volatile : 1;
            ULONG64 Reserved : 63;
        };
        ULONG64 Flags;
    };
    PKTRAP_FRAME TrapFrame;
    PKEXCEPTION_FRAME ExceptionFrame;
    struct _KTHREAD *SourceThread;
    ULONG64 Return;
} KUMS_CONTEXT_HEADER, *PKUMS_CONTEXT_HEADER;

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

typedef void (NTAPI *PTIMER_APC_ROUTINE)(
    PVOID TimerContext,
    ULONG TimerLowValue,
    LONG TimerHighValue);

typedef struct _TIMER_SET_COALESCABLE_TIMER_INFO {
    LARGE_INTEGER DueTime;
    PTIMER_APC_ROUTINE TimerApcRoutine;
    PVOID TimerContext;
    struct _COUNTED_REASON_CONTEXT *WakeContext;
    ULONG Period;
    ULONG TolerableDelay;
    PBOOLEAN PreviousState;
} TIMER_SET_COALESCABLE_TIMER_INFO, *PTIMER_SET_COALESCABLE_TIMER_INFO;

typedef ULONG_PTR (NTAPI *PDRIVER_VERIFIER_THUNK_ROUTINE)(PVOID Context);

typedef struct _DRIVER_VERIFIER_THUNK_PAIRS {
    PDRIVER_VERIFIER_THUNK_ROUTINE PristineRoutine;
    PDRIVER_VERIFIER_THUNK_ROUTINE NewRoutine;
} DRIVER_VERIFIER_THUNK_PAIRS, *PDRIVER_VERIFIER_THUNK_PAIRS;

typedef struct _XSTATE_FEATURE {
    ULONG Offset;
    ULONG Size;
} XSTATE_FEATURE, *PXSTATE_FEATURE;

typedef struct _XSTATE_CONFIGURATION {
    ULONG64 EnabledFeatures;
    ULONG64 EnabledVolatileFeatures;
    ULONG Size;
    union {
        ULONG ControlFlags;
        struct {
            ULONG OptimizedSave : 1;
            ULONG CompactionEnabled : 1;
        };
    };
    XSTATE_FEATURE Features[64];
    ULONG64 EnabledSupervisorFeatures;
    ULONG64 AlignedFeatures;
    ULONG AllFeatureSize;
    ULONG AllFeatures[64];
} XSTATE_CONFIGURATION, *PXSTATE_CONFIGURATION;

typedef struct _KUSER_SHARED_DATA {
    ULONG TickCountLowDeprecated;
    ULONG TickCountMultiplier;
    volatile KSYSTEM_TIME InterruptTime;
    volatile KSYSTEM_TIME SystemTime;
    volatile KSYSTEM_TIME TimeZoneBias;
    USHORT ImageNumberLow;
    USHORT ImageNumberHigh;
    WCHAR NtSystemRoot[260];
    ULONG MaxStackTraceDepth;
    ULONG CryptoExponent;
    ULONG TimeZoneId;
    ULONG LargePageMinimum;
    ULONG AitSamplingValue;
    ULONG AppCompatFlag;
    ULONGLONG RNGSeedVersion;
    ULONG GlobalValidationRunlevel;
    volatile LONG TimeZoneBiasStamp;
    ULONG NtBuildNumber;
    NT_PRODUCT_TYPE NtProductType;
    BOOLEAN ProductTypeIsValid;
    BOOLEAN Reserved0[1];
    USHORT NativeProcessorArchitecture;
    ULONG NtMajorVersion;
    ULONG NtMinorVersion;
    BOOLEAN ProcessorFeatures[64];
    ULONG Reserved1;
    ULONG Reserved3;
    volatile ULONG TimeSlip;
    ALTERNATIVE_ARCHITECTURE_TYPE AlternativeArchitecture;
    ULONG BootId;
    LARGE_INTEGER SystemExpirationDate;
    ULONG SuiteMask;
    BOOLEAN KdDebuggerEnabled;
    union {
        UCHAR MitigationPolicies;
        struct {
            UCHAR NXSupportPolicy : 2;
            UCHAR SEHValidationPolicy : 2;
            UCHAR CurDirDevicesSkippedForDlls : 2;
            UCHAR Reserved : 2;
        };
    };
    UCHAR Reserved6[2];
    volatile ULONG ActiveConsoleId;
    volatile ULONG DismountCount;
    ULONG ComPlusPackage;
    ULONG LastSystemRITEventTickCount;
    ULONG NumberOfPhysicalPages;
    BOOLEAN SafeBootMode;
    UCHAR VirtualizationFlags;
    UCHAR Reserved12[2];
    union {
        ULONG SharedDataFlags;
        struct {
            ULONG DbgErrorPortPresent : 1;
            ULONG DbgElevationEnabled : 1;
            ULONG DbgVirtEnabled : 1;
            ULONG DbgInstallerDetectEnabled : 1;
            ULONG DbgLkgEnabled : 1;
            ULONG DbgDynProcessorEnabled : 1;
            ULONG DbgConsoleBrokerEnabled : 1;
            ULONG DbgSecureBootEnabled : 1;
            ULONG DbgMultiSessionSku : 1;
            ULONG DbgMultiUsersInSessionSku : 1;
            ULONG DbgStateSeparationEnabled : 1;
            ULONG SpareBits : 21;
        };
    };
    ULONG DataFlagsPad[1];
    ULONGLONG TestRetInstruction;
    LONGLONG QpcFrequency;
    ULONG SystemCall;
    ULONG SystemCallPad0;
    ULONGLONG SystemCallPad[2];
    union {
        volatile KSYSTEM_TIME TickCount;
        volatile ULONG64 TickCountQuad;
        struct {
            ULONG ReservedTickCountOverlay[3];
            ULONG TickCountPad[1];
        };
    };
    ULONG Cookie;
    ULONG CookiePad[1];
    LONGLONG ConsoleSessionForegroundProcessId;
    ULONGLONG TimeUpdateLock;
    ULONGLONG BaselineSystemTimeQpc;
    ULONGLONG BaselineInterruptTimeQpc;
    ULONGLONG QpcSystemTimeIncrement;
    ULONGLONG QpcInterruptTimeIncrement;
    UCHAR QpcSystemTimeIncrementShift;
    UCHAR QpcInterruptTimeIncrementShift;
    USHORT UnparkedProcessorCount;
    ULONG EnclaveFeatureMask[4];
    ULONG TelemetryCoverageRound;
    USHORT UserModeGlobalLogger[16];
    ULONG ImageFileExecutionOptions;
    ULONG LangGenerationCount;
    ULONGLONG Reserved4;
    volatile ULONGLONG InterruptTimeBias;
    volatile ULONGLONG QpcBias;
    ULONG ActiveProcessorCount;
    volatile UCHAR ActiveGroupCount;
    UCHAR Reserved9;
    union {
        USHORT QpcData;
        struct {
            volatile UCHAR QpcBypassEnabled;
            UCHAR QpcShift;
        };
    };
    LARGE_INTEGER TimeZoneBiasEffectiveStart;
    LARGE_INTEGER TimeZoneBiasEffectiveEnd;
    XSTATE_CONFIGURATION XState;
} KUSER_SHARED_DATA, *PKUSER_SHARED_DATA;

typedef struct _CM_PCCARD_DEVICE_DATA {
    UCHAR Flags;
    UCHAR ErrorCode;
    USHORT Reserved;
    ULONG BusData;
    ULONG DeviceId;
    ULONG LegacyBaseAddress;
    UCHAR IRQMap[16];
} CM_PCCARD_DEVICE_DATA, *PCM_PCCARD_DEVICE_DATA;

typedef struct _ZONE_SEGMENT_HEADER {
    SINGLE_LIST_ENTRY SegmentList;
    PVOID Reserved;
} ZONE_SEGMENT_HEADER, *PZONE_SEGMENT_HEADER;

typedef struct _ZONE_HEADER {
    SINGLE_LIST_ENTRY FreeList;
    SINGLE_LIST_ENTRY SegmentList;
    ULONG BlockSize;
    ULONG TotalSegmentSize;
} ZONE_HEADER, *PZONE_HEADER;

typedef struct _PHYSICAL_MEMORY_RANGE {
    PHYSICAL_ADDRESS BaseAddress;
    LARGE_INTEGER NumberOfBytes;
} PHYSICAL_MEMORY_RANGE, *PPHYSICAL_MEMORY_RANGE;

typedef struct _MM_COPY_ADDRESS {
    union {
        PVOID VirtualAddress;
        PHYSICAL_ADDRESS PhysicalAddress;
    };
} MM_COPY_ADDRESS, *PMMCOPY_ADDRESS;

typedef struct _PS_CREATE_NOTIFY_INFO {
    SIZE_T Size;
    union {
        ULONG Flags;
        struct {
            ULONG FileOpenNameAvailable : 1;
            ULONG IsSubsystemProcess : 1;
            ULONG Reserved : 30;
        };
    };
    HANDLE ParentProcessId;
    CLIENT_ID CreatingThreadId;
    struct _FILE_OBJECT *FileObject;
    PCUNICODE_STRING ImageFileName;
    PCUNICODE_STRING CommandLine;
    NTSTATUS CreationStatus;
} PS_CREATE_NOTIFY_INFO, *PPS_CREATE_NOTIFY_INFO;

typedef struct _IMAGE_INFO {
    union {
        ULONG Properties;
        struct {
            ULONG ImageAddressingMode : 8;
            ULONG SystemModeImage : 1;
            ULONG ImageMappedToAllPids : 1;
            ULONG ExtendedInfoPresent : 1;
            ULONG MachineTypeMismatch : 1;
            ULONG ImageSignatureLevel : 4;
            ULONG ImageSignatureType : 3;
            ULONG ImagePartialMap : 1;
            ULONG Reserved : 12;
        };
    };
    PVOID ImageBase;
    ULONG ImageSelector;
    SIZE_T ImageSize;
    ULONG ImageSectionNumber;
} IMAGE_INFO, *PIMAGE_INFO;

typedef struct _IMAGE_INFO_EX {
    SIZE_T Size;
    IMAGE_INFO ImageInfo;
    struct _FILE_OBJECT *FileObject;
} IMAGE_INFO_EX, *PIMAGE_INFO_EX;

struct _EJOB;
typedef struct _EJOB *PESILO;
typedef NTSTATUS (NTAPI *SILO_MONITOR_CREATE_CALLBACK)(PESILO Silo);
typedef void (NTAPI *SILO_MONITOR_TERMINATE_CALLBACK)(PESILO Silo);

typedef struct _SILO_MONITOR_REGISTRATION {
    UCHAR Version;
    BOOLEAN MonitorHost;
    BOOLEAN MonitorExistingSilos;
    UCHAR Reserved[5];
    union {
        PUNICODE_STRING DriverObjectName;
        PUNICODE_STRING ComponentName;
    };
    SILO_MONITOR_CREATE_CALLBACK CreateCallback;
    SILO_MONITOR_TERMINATE_CALLBACK TerminateCallback;
} SILO_MONITOR_REGISTRATION, *PSILO_MONITOR_REGISTRATION;

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

typedef struct _IO_FOEXT_SILO_PARAMETERS {
    ULONG Length;
    union {
        struct {
            ULONG HasHardReference : 1;
            ULONG SpareFlags : 31;
        };
        ULONG Flags;
    };
    PESILO SiloContext;
} IO_FOEXT_SILO_PARAMETERS, *PIO_FOEXT_SILO_PARAMETERS;

typedef struct _TXN_PARAMETER_BLOCK {
    USHORT Length;
    USHORT TxFsContext;
    PVOID TransactionObject;
} TXN_PARAMETER_BLOCK, *PTXN_PARAMETER_BLOCK;

typedef struct _CREATE_USER_PROCESS_ECP_CONTEXT {
    USHORT Size;
    USHORT Reserved;
    PACCESS_TOKEN AccessToken;
} CREATE_USER_PROCESS_ECP_CONTEXT, *PCREATE_USER_PROCESS_ECP_CONTEXT;

typedef struct _OPLOCK_KEY_CONTEXT {
    USHORT Version;
    USHORT Flags;
    GUID ParentOplockKey;
    GUID TargetOplockKey;
    ULONG Reserved;
} OPLOCK_KEY_CONTEXT, *POPLOCK_KEY_CONTEXT;

struct _ECP_LIST;

typedef struct _IO_DRIVER_CREATE_CONTEXT {
    CSHORT Size;
    struct _ECP_LIST *ExtraCreateParameter;
    PVOID DeviceObjectHint;
    PTXN_PARAMETER_BLOCK TxnParameters;
    PESILO SiloContext;
} IO_DRIVER_CREATE_CONTEXT, *PIO_DRIVER_CREATE_CONTEXT;

typedef enum _BDCB_STATUS_UPDATE_TYPE {
    BdCbStatusPrepareForDependencyLoad,
    BdCbStatusPrepareForDriverLoad,
    BdCbStatusPrepareForUnload,
} BDCB_STATUS_UPDATE_TYPE, *PBDCB_STATUS_UPDATE_TYPE;

typedef struct _BDCB_STATUS_UPDATE_CONTEXT {
    BDCB_STATUS_UPDATE_TYPE StatusType;
} BDCB_STATUS_UPDATE_CONTEXT, *PBDCB_STATUS_UPDATE_CONTEXT;

typedef struct _AGP_TARGET_BUS_INTERFACE_STANDARD {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PGET_SET_DEVICE_DATA SetBusData;
    PGET_SET_DEVICE_DATA GetBusData;
    UCHAR CapabilityID;
} AGP_TARGET_BUS_INTERFACE_STANDARD, *PAGP_TARGET_BUS_INTERFACE_STANDARD;

typedef NTSTATUS (NTAPI *PGET_LOCATION_STRING)(PVOID Context, PZZWSTR *LocationStrings);

typedef struct _PNP_LOCATION_INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PGET_LOCATION_STRING GetLocationString;
} PNP_LOCATION_INTERFACE, *PPNP_LOCATION_INTERFACE;

typedef struct _ARBITER_CONFLICT_INFO {
    PDEVICE_OBJECT OwningObject;
    ULONGLONG Start;
    ULONGLONG End;
} ARBITER_CONFLICT_INFO, *PARBITER_CONFLICT_INFO;

typedef struct _ARBITER_TEST_ALLOCATION_PARAMETERS {
    PLIST_ENTRY ArbitrationList;
    ULONG AllocateFromCount;
    PCM_PARTIAL_RESOURCE_DESCRIPTOR AllocateFrom;
} ARBITER_TEST_ALLOCATION_PARAMETERS, *PARBITER_TEST_ALLOCATION_PARAMETERS;

typedef struct _ARBITER_RETEST_ALLOCATION_PARAMETERS {
    PLIST_ENTRY ArbitrationList;
    ULONG AllocateFromCount;
    PCM_PARTIAL_RESOURCE_DESCRIPTOR AllocateFrom;
} ARBITER_RETEST_ALLOCATION_PARAMETERS, *PARBITER_RETEST_ALLOCATION_PARAMETERS;

typedef struct _ARBITER_BOOT_ALLOCATION_PARAMETERS {
    PLIST_ENTRY ArbitrationList;
} ARBITER_BOOT_ALLOCATION_PARAMETERS, *PARBITER_BOOT_ALLOCATION_PARAMETERS;

typedef struct _ARBITER_QUERY_ALLOCATED_RESOURCES_PARAMETERS {
    PCM_PARTIAL_RESOURCE_LIST *AllocatedResources;
} ARBITER_QUERY_ALLOCATED_RESOURCES_PARAMETERS, *PARBITER_QUERY_ALLOCATED_RESOURCES_PARAMETERS;

typedef struct _ARBITER_QUERY_CONFLICT_PARAMETERS {
    PDEVICE_OBJECT PhysicalDeviceObject;
    PIO_RESOURCE_DESCRIPTOR ConflictingResource;
    PULONG ConflictCount;
    PARBITER_CONFLICT_INFO *Conflicts;
} ARBITER_QUERY_CONFLICT_PARAMETERS, *PARBITER_QUERY_CONFLICT_PARAMETERS;

typedef struct _ARBITER_QUERY_ARBITRATE_PARAMETERS {
    PLIST_ENTRY ArbitrationList;
} ARBITER_QUERY_ARBITRATE_PARAMETERS, *PARBITER_QUERY_ARBITRATE_PARAMETERS;

typedef struct _ARBITER_ADD_RESERVED_PARAMETERS {
    PDEVICE_OBJECT ReserveDevice;
} ARBITER_ADD_RESERVED_PARAMETERS, *PARBITER_ADD_RESERVED_PARAMETERS;

typedef struct _ARBITER_PARAMETERS {
    union {
        ARBITER_TEST_ALLOCATION_PARAMETERS TestAllocation;
        ARBITER_RETEST_ALLOCATION_PARAMETERS RetestAllocation;
        ARBITER_BOOT_ALLOCATION_PARAMETERS BootAllocation;
        ARBITER_QUERY_ALLOCATED_RESOURCES_PARAMETERS QueryAllocatedResources;
        ARBITER_QUERY_CONFLICT_PARAMETERS QueryConflict;
        ARBITER_QUERY_ARBITRATE_PARAMETERS QueryArbitrate;
        ARBITER_ADD_RESERVED_PARAMETERS AddReserved;
    } Parameters;
} ARBITER_PARAMETERS, *PARBITER_PARAMETERS;

typedef enum _ARBITER_REQUEST_SOURCE {
    ArbiterRequestUndefined = -1,
    ArbiterRequestLegacyReported,
    ArbiterRequestHalReported,
    ArbiterRequestLegacyAssigned,
    ArbiterRequestPnpDetected,
    ArbiterRequestPnpEnumerated,
} ARBITER_REQUEST_SOURCE;

typedef enum _ARBITER_RESULT {
    ArbiterResultUndefined = -1,
    ArbiterResultSuccess,
    ArbiterResultExternalConflict,
    ArbiterResultNullRequest,
} ARBITER_RESULT;

typedef struct _ARBITER_LIST_ENTRY {
    LIST_ENTRY ListEntry;
    ULONG AlternativeCount;
    PIO_RESOURCE_DESCRIPTOR Alternatives;
    PDEVICE_OBJECT PhysicalDeviceObject;
    ARBITER_REQUEST_SOURCE RequestSource;
    ULONG Flags;
    LONG_PTR WorkSpace;
    INTERFACE_TYPE InterfaceType;
    ULONG SlotNumber;
    ULONG BusNumber;
    PCM_PARTIAL_RESOURCE_DESCRIPTOR Assignment;
    PIO_RESOURCE_DESCRIPTOR SelectedAlternative;
    ARBITER_RESULT Result;
} ARBITER_LIST_ENTRY, *PARBITER_LIST_ENTRY;

typedef enum _ARBITER_ACTION {
    ArbiterActionTestAllocation,
    ArbiterActionRetestAllocation,
    ArbiterActionCommitAllocation,
    ArbiterActionRollbackAllocation,
    ArbiterActionQueryAllocatedResources,
    ArbiterActionWriteReservedResources,
    ArbiterActionQueryConflict,
    ArbiterActionQueryArbitrate,
    ArbiterActionAddReserved,
    ArbiterActionBootAllocation,
} ARBITER_ACTION, *PARBITER_ACTION;

typedef NTSTATUS (NTAPI *PARBITER_HANDLER)(
    PVOID Context,
    ARBITER_ACTION Action,
    PARBITER_PARAMETERS Parameters);

typedef struct _ARBITER_INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PARBITER_HANDLER ArbiterHandler;
    ULONG Flags;
} ARBITER_INTERFACE, *PARBITER_INTERFACE;

typedef enum _RESOURCE_TRANSLATION_DIRECTION {
    TranslateChildToParent,
    TranslateParentToChild,
} RESOURCE_TRANSLATION_DIRECTION;

typedef NTSTATUS (NTAPI *PTRANSLATE_RESOURCE_HANDLER)(
    PVOID Context,
    PCM_PARTIAL_RESOURCE_DESCRIPTOR Source,
    RESOURCE_TRANSLATION_DIRECTION Direction,
    ULONG AlternativesCount,
    IO_RESOURCE_DESCRIPTOR Alternatives[],
    PDEVICE_OBJECT PhysicalDeviceObject,
    PCM_PARTIAL_RESOURCE_DESCRIPTOR Target);

typedef NTSTATUS (NTAPI *PTRANSLATE_RESOURCE_REQUIREMENTS_HANDLER)(
    PVOID Context,
    PIO_RESOURCE_DESCRIPTOR Source,
    PDEVICE_OBJECT PhysicalDeviceObject,
    PULONG TargetCount,
    PIO_RESOURCE_DESCRIPTOR *Target);

typedef struct _TRANSLATOR_INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PTRANSLATE_RESOURCE_HANDLER TranslateResources;
    PTRANSLATE_RESOURCE_REQUIREMENTS_HANDLER TranslateResourceRequirements;
} TRANSLATOR_INTERFACE, *PTRANSLATOR_INTERFACE;

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

typedef struct _PCI_DEBUGGING_DEVICE_IN_USE {
    USHORT Segment;
    ULONG Bus;
    ULONG Slot;
} PCI_DEBUGGING_DEVICE_IN_USE, *PPCI_DEBUGGING_DEVICE_IN_USE;

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

typedef NTSTATUS (NTAPI *pHalQuerySystemInformation)(
    HAL_QUERY_INFORMATION_CLASS InformationClass,
    ULONG BufferSize,
    PVOID Buffer,
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

typedef NTSTATUS (NTAPI *pHalSetSystemInformation)(
    HAL_SET_INFORMATION_CLASS InformationClass,
    ULONG BufferSize,
    PVOID Buffer);

struct _BUS_HANDLER;
typedef struct _BUS_HANDLER *PBUS_HANDLER;

typedef NTSTATUS (NTAPI *pHalQueryBusSlots)(
    PBUS_HANDLER BusHandler,
    ULONG BufferSize,
    PULONG SlotNumbers,
    PULONG ReturnedLength);

typedef void (NTAPI *pHalExamineMBR)(
    PDEVICE_OBJECT DeviceObject,
    ULONG SectorSize,
    ULONG MBRTypeIdentifier,
    PVOID *Buffer);

struct _DRIVE_LAYOUT_INFORMATION;

typedef NTSTATUS (NTAPI *pHalIoReadPartitionTable)(
    PDEVICE_OBJECT DeviceObject,
    ULONG SectorSize,
    BOOLEAN ReturnRecognizedPartitions,
    struct _DRIVE_LAYOUT_INFORMATION **PartitionBuffer);

typedef NTSTATUS (NTAPI *pHalIoSetPartitionInformation)(
    PDEVICE_OBJECT DeviceObject,
    ULONG SectorSize,
    ULONG PartitionNumber,
    ULONG PartitionType);

typedef NTSTATUS (NTAPI *pHalIoWritePartitionTable)(
    PDEVICE_OBJECT DeviceObject,
    ULONG SectorSize,
    ULONG SectorsPerTrack,
    ULONG NumberOfHeads,
    struct _DRIVE_LAYOUT_INFORMATION *PartitionBuffer);

typedef PBUS_HANDLER (NTAPI *pHalHandlerForBus)(INTERFACE_TYPE InterfaceType, ULONG BusNumber);
typedef void (NTAPI *pHalReferenceBusHandler)(PBUS_HANDLER BusHandler);
typedef NTSTATUS (NTAPI *pHalInitPnpDriver)(void);

typedef NTSTATUS (NTAPI *pHalInitPowerManagement)(
    PPM_DISPATCH_TABLE PmDriverDispatchTable,
    PPM_DISPATCH_TABLE *PmHalDispatchTable);

typedef struct _DMA_ADAPTER * (NTAPI *pHalGetDmaAdapter)(
    PVOID PhysicalDeviceObject,
    struct _DEVICE_DESCRIPTION *DeviceDescriptor,
    PULONG NumberOfMapRegisters);

typedef NTSTATUS (NTAPI *pHalGetInterruptTranslator)(
    INTERFACE_TYPE ParentInterfaceType,
    ULONG ParentBusNumber,
    INTERFACE_TYPE BridgeInterfaceType,
    USHORT Size,
    USHORT Version,
    PTRANSLATOR_INTERFACE Translator,
    PULONG BridgeBusNumber);

typedef NTSTATUS (NTAPI *pHalStartMirroring)(void);
typedef NTSTATUS (NTAPI *pHalEndMirroring)(ULONG PassNumber);

typedef NTSTATUS (NTAPI *pHalMirrorPhysicalMemory)(
    PHYSICAL_ADDRESS PhysicalAddress,
    LARGE_INTEGER NumberOfBytes);

typedef void (NTAPI *pHalEndOfBoot)(void);

typedef NTSTATUS (NTAPI *pHalMirrorVerify)(
    PHYSICAL_ADDRESS PhysicalAddress,
    LARGE_INTEGER NumberOfBytes);

typedef PVOID (NTAPI *pHalGetAcpiTable)(ULONG Signature, PCSTR OemId, PCSTR OemTableId);
typedef void (NTAPI *PCI_ERROR_HANDLER_CALLBACK)(void);
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

typedef enum _BUS_DATA_TYPE {
    ConfigurationSpaceUndefined = -1,
    Cmos,
    EisaConfiguration,
    Pos,
    CbusConfiguration,
    PCIConfiguration,
    VMEConfiguration,
    NuBusConfiguration,
    PCMCIAConfiguration,
    MPIConfiguration,
    MPSAConfiguration,
    PNPISAConfiguration,
    SgiInternalConfiguration,
    MaximumBusDataType,
} BUS_DATA_TYPE, *PBUS_DATA_TYPE;

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

typedef NTSTATUS (NTAPI *PHALIOREADWRITEHANDLER)(
    BOOLEAN fRead,
    ULONG dwAddr,
    ULONG dwSize,
    PULONG pdwData);

typedef struct _HAL_AMLI_BAD_IO_ADDRESS_LIST {
    ULONG BadAddrBegin;
    ULONG BadAddrSize;
    ULONG OSVersionTrigger;
    PHALIOREADWRITEHANDLER IOHandler;
} HAL_AMLI_BAD_IO_ADDRESS_LIST, *PHAL_AMLI_BAD_IO_ADDRESS_LIST;

typedef void (NTAPI *PHALMCAINTERFACELOCK)(void);
typedef void (NTAPI *PHALMCAINTERFACEUNLOCK)(void);
typedef NTSTATUS (NTAPI *PHALMCAINTERFACEREADREGISTER)(UCHAR BankNumber, PVOID Exception);

typedef struct _HAL_MCA_INTERFACE {
    PHALMCAINTERFACELOCK Lock;
    PHALMCAINTERFACEUNLOCK Unlock;
    PHALMCAINTERFACEREADREGISTER ReadRegister;
} HAL_MCA_INTERFACE;

typedef ERROR_SEVERITY (NTAPI *PDRIVER_EXCPTN_CALLBACK)(
    PVOID Context,
    struct _KTRAP_FRAME *TrapFrame,
    struct _KEXCEPTION_FRAME *ExceptionFrame,
    PMCA_EXCEPTION Exception);

typedef PDRIVER_EXCPTN_CALLBACK *PDRIVER_MCA_EXCEPTION_CALLBACK;

typedef struct _MCA_DRIVER_INFO {
    PDRIVER_MCA_EXCEPTION_CALLBACK ExceptionCallback;
    PKDEFERRED_ROUTINE DpcCallback;
    PVOID DeviceContext;
} MCA_DRIVER_INFO, *PMCA_DRIVER_INFO;

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

typedef void (NTAPI *PDRIVER_CMC_EXCEPTION_CALLBACK)(PVOID Context, PCMC_EXCEPTION CmcLog);

typedef struct _CMC_DRIVER_INFO {
    PDRIVER_CMC_EXCEPTION_CALLBACK ExceptionCallback;
    PKDEFERRED_ROUTINE DpcCallback;
    PVOID DeviceContext;
} CMC_DRIVER_INFO, *PCMC_DRIVER_INFO;

typedef void (NTAPI *PDRIVER_CPE_EXCEPTION_CALLBACK)(PVOID Context, PCPE_EXCEPTION CmcLog);

typedef struct _CPE_DRIVER_INFO {
    PDRIVER_CPE_EXCEPTION_CALLBACK ExceptionCallback;
    PKDEFERRED_ROUTINE DpcCallback;
    PVOID DeviceContext;
} CPE_DRIVER_INFO, *PCPE_DRIVER_INFO;

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

struct _PCI_AGP_STATUS {
    ULONG Rate : 3;
    ULONG Agp3Mode : 1;
    ULONG FastWrite : 1;
    ULONG FourGB : 1;
    ULONG HostTransDisable : 1;
    ULONG Gart64 : 1;
    ULONG ITA_Coherent : 1;
    ULONG SideBandAddressing : 1;
    ULONG CalibrationCycle : 3;
    ULONG AsyncRequestSize : 3;
    ULONG Rsvd1 : 1;
    ULONG Isoch : 1;
    ULONG Rsvd2 : 6;
    ULONG RequestQueueDepthMaximum : 8;
};

struct _PCI_AGP_COMMAND {
    ULONG Rate : 3;
    ULONG Rsvd1 : 1;
    ULONG FastWriteEnable : 1;
    ULONG FourGBEnable : 1;
    ULONG Rsvd2 : 1;
    ULONG Gart64 : 1;
    ULONG AGPEnable : 1;
    ULONG SBAEnable : 1;
    ULONG CalibrationCycle : 3;
    ULONG AsyncReqSize : 3;
    ULONG Rsvd3 : 8;
    ULONG RequestQueueDepth : 8;
};

typedef struct _PCI_AGP_CAPABILITY {
    PCI_CAPABILITIES_HEADER Header;
    USHORT Minor : 4;
    USHORT Major : 4;
    USHORT Rsvd1 : 8;
    struct _PCI_AGP_STATUS AGPStatus;
    struct _PCI_AGP_COMMAND AGPCommand;
} PCI_AGP_CAPABILITY, *PPCI_AGP_CAPABILITY;

typedef struct _PCI_AGP_ISOCH_STATUS {
    ULONG ErrorCode : 2;
    ULONG Rsvd1 : 1;
    ULONG Isoch_L : 3;
    ULONG Isoch_Y : 2;
    ULONG Isoch_N : 8;
    ULONG Rsvd2 : 16;
} PCI_AGP_ISOCH_STATUS, *PPCI_AGP_ISOCH_STATUS;

typedef struct _PCI_AGP_CONTROL {
    ULONG Rsvd1 : 7;
    ULONG GTLB_Enable : 1;
    ULONG AP_Enable : 1;
    ULONG CAL_Disable : 1;
    ULONG Rsvd2 : 22;
} PCI_AGP_CONTROL, *PPCI_AGP_CONTROL;

typedef struct _PCI_AGP_APERTURE_PAGE_SIZE {
    USHORT PageSizeMask : 11;
    USHORT Rsvd1 : 1;
    USHORT PageSizeSelect : 4;
} PCI_AGP_APERTURE_PAGE_SIZE, *PPCI_AGP_APERTURE_PAGE_SIZE;

typedef struct _PCI_AGP_ISOCH_COMMAND {
    USHORT Rsvd1 : 6;
    USHORT Isoch_Y : 2;
    USHORT Isoch_N : 8;
} PCI_AGP_ISOCH_COMMAND, *PPCI_AGP_ISOCH_COMMAND;

typedef struct PCI_AGP_EXTENDED_CAPABILITY {
    PCI_AGP_ISOCH_STATUS IsochStatus;
    PCI_AGP_CONTROL AgpControl;
    USHORT ApertureSize;
    PCI_AGP_APERTURE_PAGE_SIZE AperturePageSize;
    ULONG GartLow;
    ULONG GartHigh;
    PCI_AGP_ISOCH_COMMAND IsochCommand;
} PCI_AGP_EXTENDED_CAPABILITY, *PPCI_AGP_EXTENDED_CAPABILITY;

typedef struct _PCIX_BRIDGE_CAPABILITY {
    PCI_CAPABILITIES_HEADER Header;
    union {
        struct {
            USHORT Bus64Bit : 1;
            USHORT Bus133MHzCapable : 1;
            USHORT SplitCompletionDiscarded : 1;
            USHORT UnexpectedSplitCompletion : 1;
            USHORT SplitCompletionOverrun : 1;
            USHORT SplitRequestDelayed : 1;
            USHORT BusModeFrequency : 4;
            USHORT Rsvd : 2;
            USHORT Version : 2;
            USHORT Bus266MHzCapable : 1;
            USHORT Bus533MHzCapable : 1;
        };
        USHORT AsUSHORT;
    } SecondaryStatus;
    union {
        struct {
            ULONG FunctionNumber : 3;
            ULONG DeviceNumber : 5;
            ULONG BusNumber : 8;
            ULONG Device64Bit : 1;
            ULONG Device133MHzCapable : 1;
            ULONG SplitCompletionDiscarded : 1;
            ULONG UnexpectedSplitCompletion : 1;
            ULONG SplitCompletionOverrun : 1;
            ULONG SplitRequestDelayed : 1;
            ULONG Rsvd : 7;
            ULONG DIMCapable : 1;
            ULONG Device266MHzCapable : 1;
            ULONG Device533MHzCapable : 1;
        };
        ULONG AsULONG;
    } BridgeStatus;
    USHORT UpstreamSplitTransactionCapacity;
    USHORT UpstreamSplitTransactionLimit;
    USHORT DownstreamSplitTransactionCapacity;
    USHORT DownstreamSplitTransactionLimit;
    union {
        struct {
            ULONG SelectSecondaryRegisters : 1;
            ULONG ErrorPresentInOtherBank : 1;
            ULONG AdditionalCorrectableError : 1;
            ULONG AdditionalUncorrectableError : 1;
            ULONG ErrorPhase : 3;
            ULONG ErrorCorrected : 1;
            ULONG Syndrome : 8;
            ULONG ErrorFirstCommand : 4;
            ULONG ErrorSecondCommand : 4;
            ULONG ErrorUpperAttributes : 4;
            ULONG ControlUpdateEnable : 1;
            ULONG Rsvd : 1;
            ULONG DisableSingleBitCorrection : 1;
            ULONG EccMode : 1;
        };
        ULONG AsULONG;
    } EccControlStatus;
    ULONG EccFirstAddress;
    ULONG EccSecondAddress;
    ULONG EccAttribute;
} PCIX_BRIDGE_CAPABILITY, *PPCIX_BRIDGE_CAPABILITY;

typedef struct _PCI_SUBSYSTEM_IDS_CAPABILITY {
    PCI_CAPABILITIES_HEADER Header;
    USHORT Reserved;
    USHORT SubVendorID;
    USHORT SubSystemID;
} PCI_SUBSYSTEM_IDS_CAPABILITY, *PPCI_SUBSYSTEM_IDS_CAPABILITY;

typedef struct _PCI_ADVANCED_FEATURES_CAPABILITY {
    PCI_CAPABILITIES_HEADER Header;
    UCHAR Length;
    union {
        struct {
            UCHAR FunctionLevelResetSupported : 1;
            UCHAR TransactionsPendingSupported : 1;
            UCHAR Rsvd : 6;
        };
        UCHAR AsUCHAR;
    } Capabilities;
    union {
        struct {
            UCHAR InitiateFunctionLevelReset : 1;
            UCHAR Rsvd : 7;
        };
        UCHAR AsUCHAR;
    } Control;
    union {
        struct {
            UCHAR TransactionsPending : 1;
            UCHAR Rsvd : 7;
        };
        UCHAR AsUCHAR;
    } Status;
} PCI_ADVANCED_FEATURES_CAPABILITY, *PPCI_ADVANCED_FEATURES_CAPABILITY;

typedef struct _PCI_ROOT_BUS_OSC_SUPPORT_FIELD {
    union {
        struct {
            ULONG ExtendedConfigOpRegions : 1;
            ULONG ActiveStatePowerManagement : 1;
            ULONG ClockPowerManagement : 1;
            ULONG SegmentGroups : 1;
            ULONG MessageSignaledInterrupts : 1;
            ULONG OptimizedBufferFlushAndFill : 1;
            ULONG AspmOptionality : 1;
            ULONG Reserved : 25;
        };
        ULONG AsULONG;
    } u;
} PCI_ROOT_BUS_OSC_SUPPORT_FIELD, *PPCI_ROOT_BUS_OSC_SUPPORT_FIELD;

typedef struct _PCI_ROOT_BUS_OSC_CONTROL_FIELD {
    union {
        struct {
            ULONG ExpressNativeHotPlug : 1;
            ULONG ShpcNativeHotPlug : 1;
            ULONG ExpressNativePME : 1;
            ULONG ExpressAdvancedErrorReporting : 1;
            ULONG ExpressCapabilityStructure : 1;
            ULONG LatencyToleranceReporting : 1;
            ULONG Reserved : 26;
        };
        ULONG AsULONG;
    } u;
} PCI_ROOT_BUS_OSC_CONTROL_FIELD, *PPCI_ROOT_BUS_OSC_CONTROL_FIELD;

typedef struct _PCI_FIRMWARE_BUS_CAPS {
    USHORT Type;
    USHORT Length;
    UCHAR SixtyFourBitDevice : 1;
    UCHAR PciXMode1EccCapable : 1;
    UCHAR DeviceIdMessagingCapable : 1;
    UCHAR ObffWakeSignalCapable : 1;
    UCHAR Reserved1 : 4;
    UCHAR CurrentSpeedAndMode;
    UCHAR SupportedSpeedsAndModesLowByte;
    UCHAR SupportedSpeedsAndModesHighByte;
    UCHAR Voltage;
    UCHAR Reserved2[7];
} PCI_FIRMWARE_BUS_CAPS, *PPCI_FIRMWARE_BUS_CAPS;

typedef struct _PCI_FIRMWARE_BUS_CAPS_RETURN_BUFFER {
    USHORT Version;
    USHORT Status;
    ULONG Length;
    PCI_FIRMWARE_BUS_CAPS Caps;
} PCI_FIRMWARE_BUS_CAPS_RETURN_BUFFER, *PPCI_FIRMWARE_BUS_CAPS_RETURN_BUFFER;

typedef enum _PCI_HARDWARE_INTERFACE {
    PciConventional,
    PciXMode1,
    PciXMode2,
    PciExpress,
} PCI_HARDWARE_INTERFACE, *PPCI_HARDWARE_INTERFACE;

typedef enum PCI_BUS_WIDTH {
    BusWidth32Bits,
    BusWidth64Bits,
} PCI_BUS_WIDTH;

typedef struct _PCI_ROOT_BUS_HARDWARE_CAPABILITY {
    PCI_HARDWARE_INTERFACE SecondaryInterface;
    BOOLEAN BusCapabilitiesFound;
    ULONG CurrentSpeedAndMode;
    ULONG SupportedSpeedsAndModes;
    BOOLEAN DeviceIDMessagingCapable;
    PCI_BUS_WIDTH SecondaryBusWidth;
    PCI_ROOT_BUS_OSC_SUPPORT_FIELD OscFeatureSupport;
    PCI_ROOT_BUS_OSC_CONTROL_FIELD OscControlRequest;
    PCI_ROOT_BUS_OSC_CONTROL_FIELD OscControlGranted;
} PCI_ROOT_BUS_HARDWARE_CAPABILITY, *PPCI_ROOT_BUS_HARDWARE_CAPABILITY;

typedef union _PCI_EXPRESS_CAPABILITIES_REGISTER {
    struct {
        USHORT CapabilityVersion : 4;
        USHORT DeviceType : 4;
        USHORT SlotImplemented : 1;
        USHORT InterruptMessageNumber : 5;
        USHORT Rsvd : 2;
    };
    USHORT AsUSHORT;
} PCI_EXPRESS_CAPABILITIES_REGISTER, *PPCI_EXPRESS_CAPABILITIES_REGISTER;

typedef union _PCI_EXPRESS_DEVICE_CAPABILITIES_REGISTER {
    struct {
        ULONG MaxPayloadSizeSupported : 3;
        ULONG PhantomFunctionsSupported : 2;
        ULONG ExtendedTagSupported : 1;
        ULONG L0sAcceptableLatency : 3;
        ULONG L1AcceptableLatency : 3;
        ULONG Undefined : 3;
        ULONG RoleBasedErrorReporting : 1;
        ULONG Rsvd1 : 2;
        ULONG CapturedSlotPowerLimit : 8;
        ULONG CapturedSlotPowerLimitScale : 2;
        ULONG FunctionLevelResetCapability : 1;
        ULONG Rsvd2 : 3;
    };
    ULONG AsULONG;
} PCI_EXPRESS_DEVICE_CAPABILITIES_REGISTER, *PPCI_EXPRESS_DEVICE_CAPABILITIES_REGISTER;

typedef union _PCI_EXPRESS_DEVICE_CONTROL_REGISTER {
    struct {
        USHORT CorrectableErrorEnable : 1;
        USHORT NonFatalErrorEnable : 1;
        USHORT FatalErrorEnable : 1;
        USHORT UnsupportedRequestErrorEnable : 1;
        USHORT EnableRelaxedOrder : 1;
        USHORT MaxPayloadSize : 3;
        USHORT ExtendedTagEnable : 1;
        USHORT PhantomFunctionsEnable : 1;
        USHORT AuxPowerEnable : 1;
        USHORT NoSnoopEnable : 1;
        USHORT MaxReadRequestSize : 3;
        USHORT BridgeConfigRetryEnable : 1;
    };
    struct {
        USHORT : 15;
        USHORT InitiateFunctionLevelReset : 1;
    };
    USHORT AsUSHORT;
} PCI_EXPRESS_DEVICE_CONTROL_REGISTER, *PPCI_EXPRESS_DEVICE_CONTROL_REGISTER;

typedef union _PCI_EXPRESS_DEVICE_STATUS_REGISTER {
    struct {
        USHORT CorrectableErrorDetected : 1;
        USHORT NonFatalErrorDetected : 1;
        USHORT FatalErrorDetected : 1;
        USHORT UnsupportedRequestDetected : 1;
        USHORT AuxPowerDetected : 1;
        USHORT TransactionsPending : 1;
        USHORT Rsvd : 10;
    };
    USHORT AsUSHORT;
} PCI_EXPRESS_DEVICE_STATUS_REGISTER, *PPCI_EXPRESS_DEVICE_STATUS_REGISTER;

typedef union _PCI_EXPRESS_LINK_CAPABILITIES_REGISTER {
    struct {
        ULONG MaximumLinkSpeed : 4;
        ULONG MaximumLinkWidth : 6;
        ULONG ActiveStatePMSupport : 2;
        ULONG L0sExitLatency : 3;
        ULONG L1ExitLatency : 3;
        ULONG ClockPowerManagement : 1;
        ULONG SurpriseDownErrorReportingCapable : 1;
        ULONG DataLinkLayerActiveReportingCapable : 1;
        ULONG LinkBandwidthNotificationCapability : 1;
        ULONG AspmOptionalityCompliance : 1;
        ULONG Rsvd : 1;
        ULONG PortNumber : 8;
    };
    ULONG AsULONG;
} PCI_EXPRESS_LINK_CAPABILITIES_REGISTER, *PPCI_EXPRESS_LINK_CAPABILITIES_REGISTER;

typedef union _PCI_EXPRESS_LINK_CONTROL_REGISTER {
    struct {
        USHORT ActiveStatePMControl : 2;
        USHORT Rsvd1 : 1;
        USHORT ReadCompletionBoundary : 1;
        USHORT LinkDisable : 1;
        USHORT RetrainLink : 1;
        USHORT CommonClockConfig : 1;
        USHORT ExtendedSynch : 1;
        USHORT EnableClockPowerManagement : 1;
        USHORT Rsvd2 : 7;
    };
    USHORT AsUSHORT;
} PCI_EXPRESS_LINK_CONTROL_REGISTER, *PPCI_EXPRESS_LINK_CONTROL_REGISTER;

typedef union _PCI_EXPRESS_LINK_STATUS_REGISTER {
    struct {
        USHORT LinkSpeed : 4;
        USHORT LinkWidth : 6;
        USHORT Undefined : 1;
        USHORT LinkTraining : 1;
        USHORT SlotClockConfig : 1;
        USHORT DataLinkLayerActive : 1;
        USHORT Rsvd : 2;
    };
    USHORT AsUSHORT;
} PCI_EXPRESS_LINK_STATUS_REGISTER, *PPCI_EXPRESS_LINK_STATUS_REGISTER;

typedef union _PCI_EXPRESS_SLOT_CAPABILITIES_REGISTER {
    struct {
        ULONG AttentionButtonPresent : 1;
        ULONG PowerControllerPresent : 1;
        ULONG MRLSensorPresent : 1;
        ULONG AttentionIndicatorPresent : 1;
        ULONG PowerIndicatorPresent : 1;
        ULONG HotPlugSurprise : 1;
        ULONG HotPlugCapable : 1;
        ULONG SlotPowerLimit : 8;
        ULONG SlotPowerLimitScale : 2;
        ULONG ElectromechanicalLockPresent : 1;
        ULONG NoCommandCompletedSupport : 1;
        ULONG PhysicalSlotNumber : 13;
    };
    ULONG AsULONG;
} PCI_EXPRESS_SLOT_CAPABILITIES_REGISTER, *PPCI_EXPRESS_SLOT_CAPABILITIES_REGISTER;

typedef union _PCI_EXPRESS_SLOT_CONTROL_REGISTER {
    struct {
        USHORT AttentionButtonEnable : 1;
        USHORT PowerFaultDetectEnable : 1;
        USHORT MRLSensorEnable : 1;
        USHORT PresenceDetectEnable : 1;
        USHORT CommandCompletedEnable : 1;
        USHORT HotPlugInterruptEnable : 1;
        USHORT AttentionIndicatorControl : 2;
        USHORT PowerIndicatorControl : 2;
        USHORT PowerControllerControl : 1;
        USHORT ElectromechanicalLockControl : 1;
        USHORT DataLinkStateChangeEnable : 1;
        USHORT Rsvd : 3;
    };
    USHORT AsUSHORT;
} PCI_EXPRESS_SLOT_CONTROL_REGISTER, *PPCI_EXPRESS_SLOT_CONTROL_REGISTER;

typedef union _PCI_EXPRESS_SLOT_STATUS_REGISTER {
    struct {
        USHORT AttentionButtonPressed : 1;
        USHORT PowerFaultDetected : 1;
        USHORT MRLSensorChanged : 1;
        USHORT PresenceDetectChanged : 1;
        USHORT CommandCompleted : 1;
        USHORT MRLSensorState : 1;
        USHORT PresenceDetectState : 1;
        USHORT ElectromechanicalLockEngaged : 1;
        USHORT DataLinkStateChanged : 1;
        USHORT Rsvd : 7;
    };
    USHORT AsUSHORT;
} PCI_EXPRESS_SLOT_STATUS_REGISTER, *PPCI_EXPRESS_SLOT_STATUS_REGISTER;

typedef union _PCI_EXPRESS_ROOT_CONTROL_REGISTER {
    struct {
        USHORT CorrectableSerrEnable : 1;
        USHORT NonFatalSerrEnable : 1;
        USHORT FatalSerrEnable : 1;
        USHORT PMEInterruptEnable : 1;
        USHORT CRSSoftwareVisibilityEnable : 1;
        USHORT Rsvd : 11;
    };
    USHORT AsUSHORT;
} PCI_EXPRESS_ROOT_CONTROL_REGISTER, *PPCI_EXPRESS_ROOT_CONTROL_REGISTER;

typedef union _PCI_EXPRESS_ROOT_CAPABILITIES_REGISTER {
    struct {
        USHORT CRSSoftwareVisibility : 1;
        USHORT Rsvd : 15;
    };
    USHORT AsUSHORT;
} PCI_EXPRESS_ROOT_CAPABILITIES_REGISTER, *PPCI_EXPRESS_ROOT_CAPABILITIES_REGISTER;

typedef union _PCI_EXPRESS_ROOT_STATUS_REGISTER {
    struct {
        ULONG PMERequestorId : 16;
        ULONG PMEStatus : 1;
        ULONG PMEPending : 1;
        ULONG Rsvd : 14;
    };
    ULONG AsULONG;
} PCI_EXPRESS_ROOT_STATUS_REGISTER, *PPCI_EXPRESS_ROOT_STATUS_REGISTER;

typedef union _PCI_EXPRESS_DEVICE_CAPABILITIES_2_REGISTER {
    struct {
        ULONG CompletionTimeoutRangesSupported : 4;
        ULONG CompletionTimeoutDisableSupported : 1;
        ULONG AriForwardingSupported : 1;
        ULONG AtomicOpRoutingSupported : 1;
        ULONG AtomicOpCompleterSupported32Bit : 1;
        ULONG AtomicOpCompleterSupported64Bit : 1;
        ULONG CASCompleterSupported128Bit : 1;
        ULONG NoROEnabledPRPRPassing : 1;
        ULONG LTRMechanismSupported : 1;
        ULONG TPHCompleterSupported : 2;
        ULONG Rsvd : 4;
        ULONG OBFFSupported : 2;
        ULONG ExtendedFmtFieldSuported : 1;
        ULONG EndEndTLPPrefixSupported : 1;
        ULONG MaxEndEndTLPPrefixes : 2;
        ULONG Rsvd2 : 8;
    };
    ULONG AsULONG;
} PCI_EXPRESS_DEVICE_CAPABILITIES_2_REGISTER, *PPCI_EXPRESS_DEVICE_CAPABILITIES_2_REGISTER;

typedef union _PCI_EXPRESS_DEVICE_CONTROL_2_REGISTER {
    struct {
        USHORT CompletionTimeoutValue : 4;
        USHORT CompletionTimeoutDisable : 1;
        USHORT AriForwardingEnable : 1;
        USHORT AtomicOpRequesterEnable : 1;
        USHORT AtomicOpEgresBlocking : 1;
        USHORT IDORequestEnable : 1;
        USHORT IDOCompletionEnable : 1;
        USHORT LTRMechanismEnable : 1;
        USHORT Rsvd : 2;
        USHORT OBFFEnable : 2;
        USHORT EndEndTLPPrefixBlocking : 1;
    };
    USHORT AsUSHORT;
} PCI_EXPRESS_DEVICE_CONTROL_2_REGISTER, *PPCI_EXPRESS_DEVICE_CONTROL_2_REGISTER;

typedef union _PCI_EXPRESS_DEVICE_STATUS_2_REGISTER {
    USHORT Rsvd : 16;
    USHORT AsUSHORT;
} PCI_EXPRESS_DEVICE_STATUS_2_REGISTER, *PPCI_EXPRESS_DEVICE_STATUS_2_REGISTER;

typedef struct _PCI_EXPRESS_CAPABILITY {
    PCI_CAPABILITIES_HEADER Header;
    PCI_EXPRESS_CAPABILITIES_REGISTER ExpressCapabilities;
    PCI_EXPRESS_DEVICE_CAPABILITIES_REGISTER DeviceCapabilities;
    PCI_EXPRESS_DEVICE_CONTROL_REGISTER DeviceControl;
    PCI_EXPRESS_DEVICE_STATUS_REGISTER DeviceStatus;
    PCI_EXPRESS_LINK_CAPABILITIES_REGISTER LinkCapabilities;
    PCI_EXPRESS_LINK_CONTROL_REGISTER LinkControl;
    PCI_EXPRESS_LINK_STATUS_REGISTER LinkStatus;
    PCI_EXPRESS_SLOT_CAPABILITIES_REGISTER SlotCapabilities;
    PCI_EXPRESS_SLOT_CONTROL_REGISTER SlotControl;
    PCI_EXPRESS_SLOT_STATUS_REGISTER SlotStatus;
    PCI_EXPRESS_ROOT_CONTROL_REGISTER RootControl;
    PCI_EXPRESS_ROOT_CAPABILITIES_REGISTER RootCapabilities;
    PCI_EXPRESS_ROOT_STATUS_REGISTER RootStatus;
    PCI_EXPRESS_DEVICE_CAPABILITIES_2_REGISTER DeviceCapabilities2;
    PCI_EXPRESS_DEVICE_CONTROL_2_REGISTER DeviceControl2;
    PCI_EXPRESS_DEVICE_STATUS_2_REGISTER DeviceStatus2;
} PCI_EXPRESS_CAPABILITY, *PPCI_EXPRESS_CAPABILITY;

typedef union _PCI_EXPRESS_PME_REQUESTOR_ID {
    struct {
        USHORT FunctionNumber : 3;
        USHORT DeviceNumber : 5;
        USHORT BusNumber : 8;
    };
    USHORT AsUSHORT;
} PCI_EXPRESS_PME_REQUESTOR_ID, *PPCI_EXPRESS_PME_REQUESTOR_ID;

typedef void (NTAPI *PciReadWriteConfig)(
    struct _BUS_HANDLER *BusHandler,
    PCI_SLOT_NUMBER Slot,
    PVOID Buffer,
    ULONG Offset,
    ULONG Length);

typedef void (NTAPI *PciPin2Line)(
    struct _BUS_HANDLER *BusHandler,
    struct _BUS_HANDLER *RootHandler,
    PCI_SLOT_NUMBER SlotNumber,
    PPCI_COMMON_CONFIG PciData);

typedef void (NTAPI *PciLine2Pin)(
    struct _BUS_HANDLER *BusHandler,
    struct _BUS_HANDLER *RootHandler,
    PCI_SLOT_NUMBER SlotNumber,
    PPCI_COMMON_CONFIG PciNewData,
    PPCI_COMMON_CONFIG PciOldData);

typedef struct _PCIBUSDATA {
    ULONG Tag;
    ULONG Version;
    PciReadWriteConfig ReadConfig;
    PciReadWriteConfig WriteConfig;
    PciPin2Line Pin2Line;
    PciLine2Pin Line2Pin;
    PCI_SLOT_NUMBER ParentSlot;
    PVOID Reserved[4];
} PCIBUSDATA, *PPCIBUSDATA;

typedef union _PCI_EXPRESS_LTR_MAX_LATENCY_REGISTER {
    struct {
        ULONG MaxSnoopLatencyValue : 10;
        ULONG MaxSnoopLatencyScale : 3;
        ULONG Rsvd : 2;
        ULONG MaxSnoopRequirement : 1;
        ULONG MaxNoSnoopLatencyValue : 10;
        ULONG MaxNoSnoopLatencyScale : 3;
        ULONG Rsvd2 : 2;
        ULONG MaxNoSnoopRequirement : 1;
    };
    ULONG AsULONG;
} PCI_EXPRESS_LTR_MAX_LATENCY_REGISTER, *PPCI_EXPRESS_LTR_MAX_LATENCY_REGISTER;

typedef struct _PCI_EXPRESS_LTR_CAPABILITY {
    PCI_EXPRESS_ENHANCED_CAPABILITY_HEADER Header;
    PCI_EXPRESS_LTR_MAX_LATENCY_REGISTER Latency;
} PCI_EXPRESS_LTR_CAPABILITY, *PPCI_EXPRESS_LTR_CAPABILITY;

typedef union _PCI_EXPRESS_TPH_REQUESTER_CAPABILITY_REGISTER {
    struct {
        ULONG NoStModeSupported : 1;
        ULONG InteruptVectorModeSupported : 1;
        ULONG DeviceSpecificModeSupported : 1;
        ULONG Rsvd : 5;
        ULONG ExtendedTPHRequesterSupported : 1;
        ULONG StTableLocation : 2;
        ULONG Rsvd2 : 5;
        ULONG StTableSize : 11;
        ULONG Rsvd3 : 5;
    };
    ULONG AsULONG;
} PCI_EXPRESS_TPH_REQUESTER_CAPABILITY_REGISTER, *PPCI_EXPRESS_TPH_REQUESTER_CAPABILITY_REGISTER;

typedef union _PCI_EXPRESS_TPH_REQUESTER_CONTROL_REGISTER {
    struct {
        ULONG StModeSelect : 3;
        ULONG Rsvd : 5;
        ULONG TphRequesterEnable : 2;
        ULONG Rsvd2 : 22;
    };
    ULONG AsULONG;
} PCI_EXPRESS_TPH_REQUESTER_CONTROL_REGISTER, *PPCI_EXPRESS_TPH_REQUESTER_CONTROL_REGISTER;

typedef union _PCI_EXPRESS_TPH_ST_TABLE_ENTRY {
    struct {
        USHORT LowerEntry : 8;
        USHORT UpperEntry : 8;
    };
    USHORT AsUSHORT;
} PCI_EXPRESS_TPH_ST_TABLE_ENTRY, *PPCI_EXPRESS_TPH_ST_TABLE_ENTRY;

typedef struct _PCI_EXPRESS_TPH_REQUESTER_CAPABILITY {
    PCI_EXPRESS_ENHANCED_CAPABILITY_HEADER Header;
    PCI_EXPRESS_TPH_REQUESTER_CAPABILITY_REGISTER RequesterCapability;
    PCI_EXPRESS_TPH_REQUESTER_CONTROL_REGISTER RequesterControl;
} PCI_EXPRESS_TPH_REQUESTER_CAPABILITY, *PPCI_EXPRESS_TPH_REQUESTER_CAPABILITY;

typedef union _PCI_EXPRESS_L1_PM_SS_CAPABILITIES_REGISTER {
    struct {
        ULONG PciPmL12Supported : 1;
        ULONG PciPmL11Supported : 1;
        ULONG AspmL12Supported : 1;
        ULONG AspmL11Supported : 1;
        ULONG L1PmSsSupported : 1;
        ULONG Rsvd : 3;
        ULONG PortCommonModeRestoreTime : 8;
        ULONG PortTPowerOnScale : 2;
        ULONG Rsvd2 : 1;
        ULONG PortTPowerOnValue : 5;
        ULONG Rsvd3 : 8;
    };
    ULONG AsULONG;
} PCI_EXPRESS_L1_PM_SS_CAPABILITIES_REGISTER, *PPCI_EXPRESS_L1_PM_SS_CAPABILITIES_REGISTER;

typedef union _PCI_EXPRESS_L1_PM_SS_CONTROL_1_REGISTER {
    struct {
        ULONG PciPmL12Enabled : 1;
        ULONG PciPmL11Enabled : 1;
        ULONG AspmL12Enabled : 1;
        ULONG AspmL11Enabled : 1;
        ULONG Rsvd : 4;
        ULONG CommonModeRestoreTime : 8;
        ULONG LtrL12ThresholdValue : 10;
        ULONG Rsvd2 : 3;
        ULONG LtrL12ThresholdScale : 3;
    };
    ULONG AsULONG;
} PCI_EXPRESS_L1_PM_SS_CONTROL_1_REGISTER, *PPCI_EXPRESS_L1_PM_SS_CONTROL_1_REGISTER;

typedef union _PCI_EXPRESS_L1_PM_SS_CONTROL_2_REGISTER {
    struct {
        ULONG TPowerOnScale : 2;
        ULONG Rsvd : 1;
        ULONG TPowerOnValue : 5;
        ULONG Rsvd2 : 24;
    };
    ULONG AsULONG;
} PCI_EXPRESS_L1_PM_SS_CONTROL_2_REGISTER, *PPCI_EXPRESS_L1_PM_SS_CONTROL_2_REGISTER;

typedef struct _PCI_EXPRESS_L1_PM_SS_CAPABILITY {
    PCI_EXPRESS_ENHANCED_CAPABILITY_HEADER Header;
    PCI_EXPRESS_L1_PM_SS_CAPABILITIES_REGISTER L1PmSsCapabilities;
    PCI_EXPRESS_L1_PM_SS_CONTROL_1_REGISTER L1PmSsControl1;
    PCI_EXPRESS_L1_PM_SS_CONTROL_2_REGISTER L1PmSsControl2;
} PCI_EXPRESS_L1_PM_SS_CAPABILITY, *PPCI_EXPRESS_L1_PM_SS_CAPABILITY;

typedef union _PCI_EXPRESS_RESIZABLE_BAR_CAPABILITY_REGISTER {
    struct {
        ULONG Rsvd : 4;
        ULONG SizesSupported : 20;
        ULONG Rsvd2 : 8;
    };
    ULONG AsULONG;
} PCI_EXPRESS_RESIZABLE_BAR_CAPABILITY_REGISTER, *PPCI_EXPRESS_RESIZABLE_BAR_CAPABILITY_REGISTER;

typedef union _PCI_EXPRESS_RESIZABLE_BAR_CONTROL_REGISTER {
    struct {
        ULONG BarIndex : 3;
        ULONG Rsvd : 2;
        ULONG NumberOfResizableBars : 3;
        ULONG BarSize : 5;
        ULONG Rsvd2 : 19;
    };
    ULONG AsULONG;
} PCI_EXPRESS_RESIZABLE_BAR_CONTROL_REGISTER, *PPCI_EXPRESS_RESIZABLE_BAR_CONTROL_REGISTER;

typedef struct _PCI_EXPRESS_RESIZABLE_BAR_ENTRY {
    PCI_EXPRESS_RESIZABLE_BAR_CAPABILITY_REGISTER Capability;
    PCI_EXPRESS_RESIZABLE_BAR_CONTROL_REGISTER Control;
} PCI_EXPRESS_RESIZABLE_BAR_ENTRY, *PPCI_EXPRESS_RESIZABLE_BAR_ENTRY;

typedef struct _PCI_EXPRESS_RESIZABLE_BAR_CAPABILITY {
    PCI_EXPRESS_ENHANCED_CAPABILITY_HEADER Header;
    PCI_EXPRESS_RESIZABLE_BAR_ENTRY Entry[6];
} PCI_EXPRESS_RESIZABLE_BAR_CAPABILITY, *PPCI_EXPRESS_RESIZABLE_BAR_CAPABILITY;

typedef ULONG NTAPI PCI_READ_WRITE_CONFIG(
    PVOID Context,
    ULONG BusOffset,
    ULONG Slot,
    PVOID Buffer,
    ULONG Offset,
    ULONG Length);

typedef PCI_READ_WRITE_CONFIG *PPCI_READ_WRITE_CONFIG;
typedef void NTAPI PCI_PIN_TO_LINE(PVOID Context, PPCI_COMMON_CONFIG PciData);
typedef PCI_PIN_TO_LINE *PPCI_PIN_TO_LINE;

typedef void NTAPI PCI_LINE_TO_PIN(
    PVOID Context,
    PPCI_COMMON_CONFIG PciNewData,
    PPCI_COMMON_CONFIG PciOldData);

typedef PCI_LINE_TO_PIN *PPCI_LINE_TO_PIN;

typedef void NTAPI PCI_ROOT_BUS_CAPABILITY(
    PVOID Context,
    PPCI_ROOT_BUS_HARDWARE_CAPABILITY HardwareCapability);

typedef PCI_ROOT_BUS_CAPABILITY *PPCI_ROOT_BUS_CAPABILITY;
typedef void NTAPI PCI_EXPRESS_WAKE_CONTROL(PVOID Context, BOOLEAN EnableWake);
typedef PCI_EXPRESS_WAKE_CONTROL *PPCI_EXPRESS_WAKE_CONTROL;
typedef void NTAPI PCI_PREPARE_MULTISTAGE_RESUME(PVOID Context);
typedef PCI_PREPARE_MULTISTAGE_RESUME *PPCI_PREPARE_MULTISTAGE_RESUME;

typedef struct _PCI_BUS_INTERFACE_STANDARD {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PPCI_READ_WRITE_CONFIG ReadConfig;
    PPCI_READ_WRITE_CONFIG WriteConfig;
    PPCI_PIN_TO_LINE PinToLine;
    PPCI_LINE_TO_PIN LineToPin;
    PPCI_ROOT_BUS_CAPABILITY RootBusCapability;
    PPCI_EXPRESS_WAKE_CONTROL ExpressWakeControl;
    PPCI_PREPARE_MULTISTAGE_RESUME PrepareMultistageResume;
} PCI_BUS_INTERFACE_STANDARD, *PPCI_BUS_INTERFACE_STANDARD;

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
typedef struct _WHEA_XPF_NMI_DESCRIPTOR {
    USHORT Type;
    BOOLEAN Enabled;
} WHEA_XPF_NMI_DESCRIPTOR, *PWHEA_XPF_NMI_DESCRIPTOR;
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
typedef struct _WHEA_ERROR_SOURCE_DESCRIPTOR {
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
} WHEA_ERROR_SOURCE_DESCRIPTOR, *PWHEA_ERROR_SOURCE_DESCRIPTOR;
#pragma pack(pop)

#pragma pack(push, 1)
typedef union _WHEA_REVISION {
    struct {
        UCHAR MinorRevision;
        UCHAR MajorRevision;
    };
    USHORT AsUSHORT;
} WHEA_REVISION, *PWHEA_REVISION;
#pragma pack(pop)

#pragma pack(push, 1)
typedef union _WHEA_TIMESTAMP {
    struct {
        ULONGLONG Seconds : 8;
        ULONGLONG Minutes : 8;
        ULONGLONG Hours : 8;
        ULONGLONG Precise : 1;
        ULONGLONG Reserved : 7;
        ULONGLONG Day : 8;
        ULONGLONG Month : 8;
        ULONGLONG Year : 8;
        ULONGLONG Century : 8;
    };
    LARGE_INTEGER AsLARGE_INTEGER;
} WHEA_TIMESTAMP, *PWHEA_TIMESTAMP;
#pragma pack(pop)

#pragma pack(push, 1)
typedef union _WHEA_PERSISTENCE_INFO {
    struct {
        ULONGLONG Signature : 16;
        ULONGLONG Length : 24;
        ULONGLONG Identifier : 16;
        ULONGLONG Attributes : 2;
        ULONGLONG DoNotLog : 1;
        ULONGLONG Reserved : 5;
    };
    ULONGLONG AsULONGLONG;
} WHEA_PERSISTENCE_INFO, *PWHEA_PERSISTENCE_INFO;
#pragma pack(pop)

#pragma pack(push, 1)
typedef union _WHEA_ERROR_STATUS {
    ULONGLONG ErrorStatus;
    struct {
        ULONGLONG Reserved1 : 8;
        ULONGLONG ErrorType : 8;
        ULONGLONG Address : 1;
        ULONGLONG Control : 1;
        ULONGLONG Data : 1;
        ULONGLONG Responder : 1;
        ULONGLONG Requester : 1;
        ULONGLONG FirstError : 1;
        ULONGLONG Overflow : 1;
        ULONGLONG Reserved2 : 41;
    };
} WHEA_ERROR_STATUS, *PWHEA_ERROR_STATUS;
#pragma pack(pop)

#pragma pack(push, 1)
typedef union _WHEA_ERROR_RECORD_HEADER_VALIDBITS {
    struct {
        ULONG PlatformId : 1;
        ULONG Timestamp : 1;
        ULONG PartitionId : 1;
        ULONG Reserved : 29;
    };
    ULONG AsULONG;
} WHEA_ERROR_RECORD_HEADER_VALIDBITS, *PWHEA_ERROR_RECORD_HEADER_VALIDBITS;
#pragma pack(pop)

#pragma pack(push, 1)
typedef union _WHEA_ERROR_RECORD_HEADER_FLAGS {
    struct {
        ULONG Recovered : 1;
        ULONG PreviousError : 1;
        ULONG Simulated : 1;
        ULONG Reserved : 29;
    };
    ULONG AsULONG;
} WHEA_ERROR_RECORD_HEADER_FLAGS, *PWHEA_ERROR_RECORD_HEADER_FLAGS;
#pragma pack(pop)

typedef enum _WHEA_ERROR_SEVERITY {
    WheaErrSevRecoverable,
    WheaErrSevFatal,
    WheaErrSevCorrected,
    WheaErrSevInformational,
} WHEA_ERROR_SEVERITY, *PWHEA_ERROR_SEVERITY;

#pragma pack(push, 1)
typedef struct _WHEA_ERROR_RECORD_HEADER {
    ULONG Signature;
    WHEA_REVISION Revision;
    ULONG SignatureEnd;
    USHORT SectionCount;
    WHEA_ERROR_SEVERITY Severity;
    WHEA_ERROR_RECORD_HEADER_VALIDBITS ValidBits;
    ULONG Length;
    WHEA_TIMESTAMP Timestamp;
    GUID PlatformId;
    GUID PartitionId;
    GUID CreatorId;
    GUID NotifyType;
    ULONGLONG RecordId;
    WHEA_ERROR_RECORD_HEADER_FLAGS Flags;
    WHEA_PERSISTENCE_INFO PersistenceInfo;
    UCHAR Reserved[12];
} WHEA_ERROR_RECORD_HEADER, *PWHEA_ERROR_RECORD_HEADER;
#pragma pack(pop)

#pragma pack(push, 1)
typedef union _WHEA_ERROR_RECORD_SECTION_DESCRIPTOR_FLAGS {
    struct {
        ULONG Primary : 1;
        ULONG ContainmentWarning : 1;
        ULONG Reset : 1;
        ULONG ThresholdExceeded : 1;
        ULONG ResourceNotAvailable : 1;
        ULONG LatentError : 1;
        ULONG Propagated : 1;
        ULONG Reserved : 25;
    };
    ULONG AsULONG;
} WHEA_ERROR_RECORD_SECTION_DESCRIPTOR_FLAGS, *PWHEA_ERROR_RECORD_SECTION_DESCRIPTOR_FLAGS;
#pragma pack(pop)

typedef union _WHEA_ERROR_RECORD_SECTION_DESCRIPTOR_VALIDBITS {
    struct {
        UCHAR FRUId : 1;
        UCHAR FRUText : 1;
        UCHAR Reserved : 6;
    };
    UCHAR AsUCHAR;
} WHEA_ERROR_RECORD_SECTION_DESCRIPTOR_VALIDBITS, *PWHEA_ERROR_RECORD_SECTION_DESCRIPTOR_VALIDBITS;

#pragma pack(push, 1)
typedef struct _WHEA_ERROR_RECORD_SECTION_DESCRIPTOR {
    ULONG SectionOffset;
    ULONG SectionLength;
    WHEA_REVISION Revision;
    WHEA_ERROR_RECORD_SECTION_DESCRIPTOR_VALIDBITS ValidBits;
    UCHAR Reserved;
    WHEA_ERROR_RECORD_SECTION_DESCRIPTOR_FLAGS Flags;
    GUID SectionType;
    GUID FRUId;
    WHEA_ERROR_SEVERITY SectionSeverity;
    CCHAR FRUText[20];
} WHEA_ERROR_RECORD_SECTION_DESCRIPTOR, *PWHEA_ERROR_RECORD_SECTION_DESCRIPTOR;
#pragma pack(pop)

typedef struct _WHEA_ERROR_RECORD {
    WHEA_ERROR_RECORD_HEADER Header;
    WHEA_ERROR_RECORD_SECTION_DESCRIPTOR SectionDescriptor[1];
} WHEA_ERROR_RECORD, *PWHEA_ERROR_RECORD;

#pragma pack(push, 1)
typedef union _WHEA_PROCESSOR_FAMILY_INFO {
    struct {
        ULONG Stepping : 4;
        ULONG Model : 4;
        ULONG Family : 4;
        ULONG ProcessorType : 2;
        ULONG Reserved1 : 2;
        ULONG ExtendedModel : 4;
        ULONG ExtendedFamily : 8;
        ULONG Reserved2 : 4;
        ULONG Reserved3;
    };
    ULONGLONG AsULONGLONG;
} WHEA_PROCESSOR_FAMILY_INFO, *PWHEA_PROCESSOR_FAMILY_INFO;
#pragma pack(pop)

#pragma pack(push, 1)
typedef union _WHEA_PROCESSOR_GENERIC_ERROR_SECTION_VALIDBITS {
    struct {
        ULONGLONG ProcessorType : 1;
        ULONGLONG InstructionSet : 1;
        ULONGLONG ErrorType : 1;
        ULONGLONG Operation : 1;
        ULONGLONG Flags : 1;
        ULONGLONG Level : 1;
        ULONGLONG CPUVersion : 1;
        ULONGLONG CPUBrandString : 1;
        ULONGLONG ProcessorId : 1;
        ULONGLONG TargetAddress : 1;
        ULONGLONG RequesterId : 1;
        ULONGLONG ResponderId : 1;
        ULONGLONG InstructionPointer : 1;
        ULONGLONG Reserved : 51;
    };
    ULONGLONG ValidBits;
} WHEA_PROCESSOR_GENERIC_ERROR_SECTION_VALIDBITS, *PWHEA_PROCESSOR_GENERIC_ERROR_SECTION_VALIDBITS;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_PROCESSOR_GENERIC_ERROR_SECTION {
    WHEA_PROCESSOR_GENERIC_ERROR_SECTION_VALIDBITS ValidBits;
    UCHAR ProcessorType;
    UCHAR InstructionSet;
    UCHAR ErrorType;
    UCHAR Operation;
    UCHAR Flags;
    UCHAR Level;
    USHORT Reserved;
    ULONGLONG CPUVersion;
    UCHAR CPUBrandString[128];
    ULONGLONG ProcessorId;
    ULONGLONG TargetAddress;
    ULONGLONG RequesterId;
    ULONGLONG ResponderId;
    ULONGLONG InstructionPointer;
} WHEA_PROCESSOR_GENERIC_ERROR_SECTION, *PWHEA_PROCESSOR_GENERIC_ERROR_SECTION;
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
typedef struct _WHEA_X86_REGISTER_STATE {
    ULONG Eax;
    ULONG Ebx;
    ULONG Ecx;
    ULONG Edx;
    ULONG Esi;
    ULONG Edi;
    ULONG Ebp;
    ULONG Esp;
    USHORT Cs;
    USHORT Ds;
    USHORT Ss;
    USHORT Es;
    USHORT Fs;
    USHORT Gs;
    ULONG Eflags;
    ULONG Eip;
    ULONG Cr0;
    ULONG Cr1;
    ULONG Cr2;
    ULONG Cr3;
    ULONG Cr4;
    ULONGLONG Gdtr;
    ULONGLONG Idtr;
    USHORT Ldtr;
    USHORT Tr;
} WHEA_X86_REGISTER_STATE, *PWHEA_X86_REGISTER_STATE;
#pragma pack(pop)

typedef struct DECLSPEC_ALIGN(16) _WHEA128A {
    ULONGLONG Low;
    LONGLONG High;
} WHEA128A, *PWHEA128A;

typedef struct _WHEA_X64_REGISTER_STATE {
    ULONGLONG Rax;
    ULONGLONG Rbx;
    ULONGLONG Rcx;
    ULONGLONG Rdx;
    ULONGLONG Rsi;
    ULONGLONG Rdi;
    ULONGLONG Rbp;
    ULONGLONG Rsp;
    ULONGLONG R8;
    ULONGLONG R9;
    ULONGLONG R10;
    ULONGLONG R11;
    ULONGLONG R12;
    ULONGLONG R13;
    ULONGLONG R14;
    ULONGLONG R15;
    USHORT Cs;
    USHORT Ds;
    USHORT Ss;
    USHORT Es;
    USHORT Fs;
    USHORT Gs;
    ULONG Reserved;
    ULONGLONG Rflags;
    ULONGLONG Eip;
    ULONGLONG Cr0;
    ULONGLONG Cr1;
    ULONGLONG Cr2;
    ULONGLONG Cr3;
    ULONGLONG Cr4;
    ULONGLONG Cr8;
    WHEA128A Gdtr;
    WHEA128A Idtr;
    USHORT Ldtr;
    USHORT Tr;
} WHEA_X64_REGISTER_STATE, *PWHEA_X64_REGISTER_STATE;

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

#pragma pack(push, 1)
typedef union _WHEA_MEMORY_ERROR_SECTION_VALIDBITS {
    struct {
        ULONGLONG ErrorStatus : 1;
        ULONGLONG PhysicalAddress : 1;
        ULONGLONG PhysicalAddressMask : 1;
        ULONGLONG Node : 1;
        ULONGLONG Card : 1;
        ULONGLONG Module : 1;
        ULONGLONG Bank : 1;
        ULONGLONG Device : 1;
        ULONGLONG Row : 1;
        ULONGLONG Column : 1;
        ULONGLONG BitPosition : 1;
        ULONGLONG RequesterId : 1;
        ULONGLONG ResponderId : 1;
        ULONGLONG TargetId : 1;
        ULONGLONG ErrorType : 1;
        ULONGLONG Reserved : 49;
    };
    ULONGLONG ValidBits;
} WHEA_MEMORY_ERROR_SECTION_VALIDBITS, *PWHEA_MEMORY_ERROR_SECTION_VALIDBITS;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_MEMORY_ERROR_SECTION {
    WHEA_MEMORY_ERROR_SECTION_VALIDBITS ValidBits;
    WHEA_ERROR_STATUS ErrorStatus;
    ULONGLONG PhysicalAddress;
    ULONGLONG PhysicalAddressMask;
    USHORT Node;
    USHORT Card;
    USHORT Module;
    USHORT Bank;
    USHORT Device;
    USHORT Row;
    USHORT Column;
    USHORT BitPosition;
    ULONGLONG RequesterId;
    ULONGLONG ResponderId;
    ULONGLONG TargetId;
    UCHAR ErrorType;
} WHEA_MEMORY_ERROR_SECTION, *PWHEA_MEMORY_ERROR_SECTION;
#pragma pack(pop)

#pragma pack(push, 1)
typedef union _WHEA_PCIEXPRESS_ERROR_SECTION_VALIDBITS {
    struct {
        ULONGLONG PortType : 1;
        ULONGLONG Version : 1;
        ULONGLONG CommandStatus : 1;
        ULONGLONG DeviceId : 1;
        ULONGLONG DeviceSerialNumber : 1;
        ULONGLONG BridgeControlStatus : 1;
        ULONGLONG ExpressCapability : 1;
        ULONGLONG AerInfo : 1;
        ULONGLONG Reserved : 56;
    };
    ULONGLONG ValidBits;
} WHEA_PCIEXPRESS_ERROR_SECTION_VALIDBITS, *PWHEA_PCIEXPRESS_ERROR_SECTION_VALIDBITS;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_PCIEXPRESS_DEVICE_ID {
    USHORT VendorID;
    USHORT DeviceID;
    ULONG ClassCode : 24;
    ULONG FunctionNumber : 8;
    ULONG DeviceNumber : 8;
    ULONG Segment : 16;
    ULONG PrimaryBusNumber : 8;
    ULONG SecondaryBusNumber : 8;
    ULONG Reserved1 : 3;
    ULONG SlotNumber : 13;
    ULONG Reserved2 : 8;
} WHEA_PCIEXPRESS_DEVICE_ID, *PWHEA_PCIEXPRESS_DEVICE_ID;
#pragma pack(pop)

#pragma pack(push, 1)
typedef union _WHEA_PCIEXPRESS_VERSION {
    struct {
        UCHAR MinorVersion;
        UCHAR MajorVersion;
        USHORT Reserved;
    };
    ULONG AsULONG;
} WHEA_PCIEXPRESS_VERSION, *PWHEA_PCIEXPRESS_VERSION;
#pragma pack(pop)

#pragma pack(push, 1)
typedef union _WHEA_PCIEXPRESS_COMMAND_STATUS {
    struct {
        USHORT Command;
        USHORT Status;
    };
    ULONG AsULONG;
} WHEA_PCIEXPRESS_COMMAND_STATUS, *PWHEA_PCIEXPRESS_COMMAND_STATUS;
#pragma pack(pop)

#pragma pack(push, 1)
typedef union _WHEA_PCIEXPRESS_BRIDGE_CONTROL_STATUS {
    struct {
        USHORT BridgeSecondaryStatus;
        USHORT BridgeControl;
    };
    ULONG AsULONG;
} WHEA_PCIEXPRESS_BRIDGE_CONTROL_STATUS, *PWHEA_PCIEXPRESS_BRIDGE_CONTROL_STATUS;
#pragma pack(pop)

typedef enum _WHEA_PCIEXPRESS_DEVICE_TYPE {
    WheaPciExpressEndpoint,
    WheaPciExpressLegacyEndpoint,
    WheaPciExpressRootPort = 4,
    WheaPciExpressUpstreamSwitchPort,
    WheaPciExpressDownstreamSwitchPort,
    WheaPciExpressToPciXBridge,
    WheaPciXToExpressBridge,
    WheaPciExpressRootComplexIntegratedEndpoint,
    WheaPciExpressRootComplexEventCollector,
} WHEA_PCIEXPRESS_DEVICE_TYPE;

#pragma pack(push, 1)
typedef struct _WHEA_PCIEXPRESS_ERROR_SECTION {
    WHEA_PCIEXPRESS_ERROR_SECTION_VALIDBITS ValidBits;
    WHEA_PCIEXPRESS_DEVICE_TYPE PortType;
    WHEA_PCIEXPRESS_VERSION Version;
    WHEA_PCIEXPRESS_COMMAND_STATUS CommandStatus;
    ULONG Reserved;
    WHEA_PCIEXPRESS_DEVICE_ID DeviceId;
    ULONGLONG DeviceSerialNumber;
    WHEA_PCIEXPRESS_BRIDGE_CONTROL_STATUS BridgeControlStatus;
    UCHAR ExpressCapability[60];
    UCHAR AerInfo[96];
} WHEA_PCIEXPRESS_ERROR_SECTION, *PWHEA_PCIEXPRESS_ERROR_SECTION;
#pragma pack(pop)

#pragma pack(push, 1)
typedef union _WHEA_PCIXBUS_ERROR_SECTION_VALIDBITS {
    struct {
        ULONGLONG ErrorStatus : 1;
        ULONGLONG ErrorType : 1;
        ULONGLONG BusId : 1;
        ULONGLONG BusAddress : 1;
        ULONGLONG BusData : 1;
        ULONGLONG BusCommand : 1;
        ULONGLONG RequesterId : 1;
        ULONGLONG CompleterId : 1;
        ULONGLONG TargetId : 1;
        ULONGLONG Reserved : 55;
    };
    ULONGLONG ValidBits;
} WHEA_PCIXBUS_ERROR_SECTION_VALIDBITS, *PWHEA_PCIXBUS_ERROR_SECTION_VALIDBITS;
#pragma pack(pop)

#pragma pack(push, 1)
typedef union _WHEA_PCIXBUS_ID {
    struct {
        UCHAR BusNumber;
        UCHAR BusSegment;
    };
    USHORT AsUSHORT;
} WHEA_PCIXBUS_ID, *PWHEA_PCIXBUS_ID;
#pragma pack(pop)

#pragma pack(push, 1)
typedef union _WHEA_PCIXBUS_COMMAND {
    struct {
        ULONGLONG Command : 56;
        ULONGLONG PCIXCommand : 1;
        ULONGLONG Reserved : 7;
    };
    ULONGLONG AsULONGLONG;
} WHEA_PCIXBUS_COMMAND, *PWHEA_PCIXBUS_COMMAND;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_PCIXBUS_ERROR_SECTION {
    WHEA_PCIXBUS_ERROR_SECTION_VALIDBITS ValidBits;
    WHEA_ERROR_STATUS ErrorStatus;
    USHORT ErrorType;
    WHEA_PCIXBUS_ID BusId;
    ULONG Reserved;
    ULONGLONG BusAddress;
    ULONGLONG BusData;
    WHEA_PCIXBUS_COMMAND BusCommand;
    ULONGLONG RequesterId;
    ULONGLONG CompleterId;
    ULONGLONG TargetId;
} WHEA_PCIXBUS_ERROR_SECTION, *PWHEA_PCIXBUS_ERROR_SECTION;
#pragma pack(pop)

#pragma pack(push, 1)
typedef union _WHEA_PCIXDEVICE_ERROR_SECTION_VALIDBITS {
    struct {
        ULONGLONG ErrorStatus : 1;
        ULONGLONG IdInfo : 1;
        ULONGLONG MemoryNumber : 1;
        ULONGLONG IoNumber : 1;
        ULONGLONG RegisterDataPairs : 1;
        ULONGLONG Reserved : 59;
    };
    ULONGLONG ValidBits;
} WHEA_PCIXDEVICE_ERROR_SECTION_VALIDBITS, *PWHEA_PCIXDEVICE_ERROR_SECTION_VALIDBITS;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_PCIXDEVICE_ID {
    USHORT VendorId;
    USHORT DeviceId;
    ULONG ClassCode : 24;
    ULONG FunctionNumber : 8;
    ULONG DeviceNumber : 8;
    ULONG BusNumber : 8;
    ULONG SegmentNumber : 8;
    ULONG Reserved1 : 8;
    ULONG Reserved2;
} WHEA_PCIXDEVICE_ID, *PWHEA_PCIXDEVICE_ID;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct WHEA_PCIXDEVICE_REGISTER_PAIR {
    ULONGLONG Register;
    ULONGLONG Data;
} WHEA_PCIXDEVICE_REGISTER_PAIR, *PWHEA_PCIXDEVICE_REGISTER_PAIR;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_PCIXDEVICE_ERROR_SECTION {
    WHEA_PCIXDEVICE_ERROR_SECTION_VALIDBITS ValidBits;
    WHEA_ERROR_STATUS ErrorStatus;
    WHEA_PCIXDEVICE_ID IdInfo;
    ULONG MemoryNumber;
    ULONG IoNumber;
    WHEA_PCIXDEVICE_REGISTER_PAIR RegisterDataPairs[1];
} WHEA_PCIXDEVICE_ERROR_SECTION, *PWHEA_PCIXDEVICE_ERROR_SECTION;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_FIRMWARE_ERROR_RECORD_REFERENCE {
    UCHAR Type;
    UCHAR Reserved[7];
    ULONGLONG FirmwareRecordId;
} WHEA_FIRMWARE_ERROR_RECORD_REFERENCE, *PWHEA_FIRMWARE_ERROR_RECORD_REFERENCE;
#pragma pack(pop)

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

#pragma pack(push, 1)
typedef union _WHEA_NMI_ERROR_SECTION_FLAGS {
    struct {
        ULONG HypervisorError : 1;
        ULONG Reserved : 31;
    };
    ULONG AsULONG;
} WHEA_NMI_ERROR_SECTION_FLAGS, *PWHEA_NMI_ERROR_SECTION_FLAGS;
#pragma pack(pop)

typedef struct _WHEA_NMI_ERROR_SECTION {
    UCHAR Data[8];
    WHEA_NMI_ERROR_SECTION_FLAGS Flags;
} WHEA_NMI_ERROR_SECTION, *PWHEA_NMI_ERROR_SECTION;

#pragma pack(push, 1)
typedef union _WHEA_ARM_PROCESSOR_ERROR_SECTION_VALID_BITS {
    struct {
        ULONG MPIDR : 1;
        ULONG AffinityLevel : 1;
        ULONG RunningState : 1;
        ULONG VendorSpecificInfo : 1;
        ULONG Reserved : 28;
    };
    ULONG AsULONG;
} WHEA_ARM_PROCESSOR_ERROR_SECTION_VALID_BITS, *PWHEA_ARM_PROCESSOR_ERROR_SECTION_VALID_BITS;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_ARM_PROCESSOR_ERROR_SECTION {
    WHEA_ARM_PROCESSOR_ERROR_SECTION_VALID_BITS ValidBits;
    USHORT ErrorInformationStructures;
    USHORT ContextInformationStructures;
    ULONG SectionLength;
    UCHAR ErrorAffinityLevel;
    UCHAR Reserved[3];
    ULONGLONG MPIDR_EL1;
    ULONGLONG MIDR_EL1;
    ULONG RunningState;
    ULONG PSCIState;
    UCHAR Data[1];
} WHEA_ARM_PROCESSOR_ERROR_SECTION, *PWHEA_ARM_PROCESSOR_ERROR_SECTION;
#pragma pack(pop)

#pragma pack(push, 1)
typedef union _WHEA_ARM_PROCESSOR_ERROR_INFORMATION_VALID_BITS {
    struct {
        USHORT MultipleError : 1;
        USHORT Flags : 1;
        USHORT ErrorInformation : 1;
        USHORT VirtualFaultAddress : 1;
        USHORT PhysicalFaultAddress : 1;
        USHORT Reserved : 11;
    };
    USHORT AsUSHORT;
} WHEA_ARM_PROCESSOR_ERROR_INFORMATION_VALID_BITS, *PWHEA_ARM_PROCESSOR_ERROR_INFORMATION_VALID_BITS;
#pragma pack(pop)

#pragma pack(push, 1)
typedef union _WHEA_ARM_CACHE_ERROR_VALID_BITS {
    struct {
        USHORT TransactionType : 1;
        USHORT Operation : 1;
        USHORT Level : 1;
        USHORT ProcessorContextCorrupt : 1;
        USHORT Corrected : 1;
        USHORT PrecisePC : 1;
        USHORT RestartablePC : 1;
        USHORT Reserved : 9;
    };
    USHORT AsUSHORT;
} WHEA_ARM_CACHE_ERROR_VALID_BITS, *PWHEA_ARM_CACHE_ERROR_VALID_BITS;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_ARM_CACHE_ERROR {
    WHEA_ARM_CACHE_ERROR_VALID_BITS ValidationBit;
    UCHAR TransactionType : 2;
    UCHAR Operation : 4;
    UCHAR Level : 3;
    UCHAR ProcessorContextCorrupt : 1;
    UCHAR Corrected : 1;
    UCHAR PrecisePC : 1;
    UCHAR RestartablePC : 1;
    ULONGLONG Reserved : 35;
} WHEA_ARM_CACHE_ERROR, *PWHEA_ARM_CACHE_ERROR;
#pragma pack(pop)

#pragma pack(push, 1)
typedef union _WHEA_ARM_TLB_ERROR_VALID_BITS {
    struct {
        USHORT TransactionType : 1;
        USHORT Operation : 1;
        USHORT Level : 1;
        USHORT ProcessorContextCorrupt : 1;
        USHORT Corrected : 1;
        USHORT PrecisePC : 1;
        USHORT RestartablePC : 1;
        USHORT Reserved : 9;
    };
    USHORT AsUSHORT;
} WHEA_ARM_TLB_ERROR_VALID_BITS, *PWHEA_ARM_TLB_ERROR_VALID_BITS;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_ARM_TLB_ERROR {
    WHEA_ARM_TLB_ERROR_VALID_BITS ValidationBit;
    UCHAR TransactionType : 2;
    UCHAR Operation : 4;
    UCHAR Level : 3;
    UCHAR ProcessorContextCorrupt : 1;
    UCHAR Corrected : 1;
    UCHAR PrecisePC : 1;
    UCHAR RestartablePC : 1;
    ULONGLONG Reserved : 36;
} WHEA_ARM_TLB_ERROR, *PWHEA_ARM_TLB_ERROR;
#pragma pack(pop)

#pragma pack(push, 1)
typedef union _WHEA_ARM_BUS_ERROR_VALID_BITS {
    struct {
        USHORT TransactionType : 1;
        USHORT Operation : 1;
        USHORT Level : 1;
        USHORT ProcessorContextCorrupt : 1;
        USHORT Corrected : 1;
        USHORT PrecisePC : 1;
        USHORT RestartablePC : 1;
        USHORT ParticipationType : 1;
        USHORT Timeout : 1;
        USHORT AddressSpace : 1;
        USHORT MemoryAttributes : 1;
        USHORT AccessMode : 1;
        USHORT Reserved : 4;
    };
    USHORT AsUSHORT;
} WHEA_ARM_BUS_ERROR_VALID_BITS, *PWHEA_ARM_BUS_ERROR_VALID_BITS;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_ARM_BUS_ERROR {
    WHEA_ARM_BUS_ERROR_VALID_BITS ValidationBit;
    UCHAR TransactionType : 2;
    UCHAR Operation : 4;
    UCHAR Level : 3;
    UCHAR ProcessorContextCorrupt : 1;
    UCHAR Corrected : 1;
    UCHAR PrecisePC : 1;
    UCHAR RestartablePC : 1;
    UCHAR ParticipationType : 2;
    UCHAR TimeOut : 1;
    UCHAR AddressSpace : 2;
    USHORT MemoryAccessAttributes : 9;
    UCHAR AccessMode : 1;
    ULONG Reserved : 20;
} WHEA_ARM_BUS_ERROR, *PWHEA_ARM_BUS_ERROR;
#pragma pack(pop)

#pragma pack(push, 1)
typedef union _WHEA_ARM_PROCESSOR_ERROR {
    WHEA_ARM_CACHE_ERROR CacheError;
    WHEA_ARM_TLB_ERROR TlbError;
    WHEA_ARM_BUS_ERROR BusError;
    ULONGLONG AsULONGLONG;
} WHEA_ARM_PROCESSOR_ERROR, *PWHEA_ARM_PROCESSOR_ERROR;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_ARM_PROCESSOR_ERROR_INFORMATION {
    UCHAR Version;
    UCHAR Length;
    WHEA_ARM_PROCESSOR_ERROR_INFORMATION_VALID_BITS ValidationBit;
    UCHAR Type;
    USHORT MultipleError;
    UCHAR Flags;
    ULONGLONG ErrorInformation;
    ULONGLONG VirtualFaultAddress;
    ULONGLONG PhysicalFaultAddress;
} WHEA_ARM_PROCESSOR_ERROR_INFORMATION, *PWHEA_ARM_PROCESSOR_ERROR_INFORMATION;
#pragma pack(pop)

#pragma pack(push, 1)
typedef union _WHEA_ARM_PROCESSOR_ERROR_CONTEXT_INFORMATION_HEADER_FLAGS {
    struct {
        ULONG ExceptionLevel : 1;
        ULONG NonSecure : 1;
        ULONG AArch64 : 1;
        ULONG Reserved : 29;
    };
    ULONG AsULONG;
} WHEA_ARM_PROCESSOR_ERROR_CONTEXT_INFORMATION_HEADER_FLAGS, *PWHEA_ARM_PROCESSOR_ERROR_CONTEXT_INFORMATION_HEADER_FLAGS;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_ARMV8_AARCH32_GPRS {
    ULONG R0;
    ULONG R1;
    ULONG R2;
    ULONG R3;
    ULONG R4;
    ULONG R5;
    ULONG R6;
    ULONG R7;
    ULONG R8;
    ULONG R9;
    ULONG R10;
    ULONG R11;
    ULONG R12;
    ULONG R13;
    ULONG R14;
    ULONG R15;
} WHEA_ARMV8_AARCH32_GPRS, *PWHEA_ARMV8_AARCH32_GPRS;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_ARM_AARCH32_EL1_CSR {
    ULONG DFAR;
    ULONG DFSR;
    ULONG IFAR;
    ULONG ISR;
    ULONG MAIR0;
    ULONG MAIR1;
    ULONG MIDR;
    ULONG MPIDR;
    ULONG NMRR;
    ULONG PRRR;
    ULONG SCTLR;
    ULONG SPSR;
    ULONG SPSR_abt;
    ULONG SPSR_fiq;
    ULONG SPSR_irq;
    ULONG SPSR_svc;
    ULONG SPSR_und;
    ULONG TPIDRPRW;
    ULONG TPIDRURO;
    ULONG TPIDRURW;
    ULONG TTBCR;
    ULONG TTBR0;
    ULONG TTBR1;
    ULONG DACR;
} WHEA_ARM_AARCH32_EL1_CSR, *PWHEA_ARM_AARCH32_EL1;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_ARM_AARCH32_EL2_CSR {
    ULONG ELR_hyp;
    ULONG HAMAIR0;
    ULONG HAMAIR1;
    ULONG HCR;
    ULONG HCR2;
    ULONG HDFAR;
    ULONG HIFAR;
    ULONG HPFAR;
    ULONG HSR;
    ULONG HTCR;
    ULONG HTPIDR;
    ULONG HTTBR;
    ULONG SPSR_hyp;
    ULONG VTCR;
    ULONG VTTBR;
    ULONG DACR32_EL2;
} WHEA_ARM_AARCH32_EL2_CSR, *PWHEA_ARM_AARCH32_EL2_CSR;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_ARM_AARCH32_SECURE_CSR {
    ULONG SCTLR;
    ULONG SPSR_mon;
} WHEA_ARM_AARCH32_SECURE_CSR, *PWHEA_ARM_AARCH32_SECURE_CSR;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_ARMV8_AARCH64_GPRS {
    ULONGLONG X0;
    ULONGLONG X1;
    ULONGLONG X2;
    ULONGLONG X3;
    ULONGLONG X4;
    ULONGLONG X5;
    ULONGLONG X6;
    ULONGLONG X7;
    ULONGLONG X8;
    ULONGLONG X9;
    ULONGLONG X10;
    ULONGLONG X11;
    ULONGLONG X12;
    ULONGLONG X13;
    ULONGLONG X14;
    ULONGLONG X15;
    ULONGLONG X16;
    ULONGLONG X17;
    ULONGLONG X18;
    ULONGLONG X19;
    ULONGLONG X20;
    ULONGLONG X21;
    ULONGLONG X22;
    ULONGLONG X23;
    ULONGLONG X24;
    ULONGLONG X25;
    ULONGLONG X26;
    ULONGLONG X27;
    ULONGLONG X28;
    ULONGLONG X29;
    ULONGLONG X30;
    ULONGLONG SP;
} WHEA_ARMV8_AARCH64_GPRS, *PWHEA_ARMV8_AARCH64_GPRS;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_ARM_AARCH64_EL1_CSR {
    ULONGLONG ELR_EL1;
    ULONGLONG ESR_EL2;
    ULONGLONG FAR_EL1;
    ULONGLONG ISR_EL1;
    ULONGLONG MAIR_EL1;
    ULONGLONG MIDR_EL1;
    ULONGLONG MPIDR_EL1;
    ULONGLONG SCTLR_EL1;
    ULONGLONG SP_EL0;
    ULONGLONG SP_EL1;
    ULONGLONG SPSR_EL1;
    ULONGLONG TCR_EL1;
    ULONGLONG TPIDR_EL0;
    ULONGLONG TPIDR_EL1;
    ULONGLONG TPIDRRO_EL0;
    ULONGLONG TTBR0_EL1;
    ULONGLONG TTBR1_EL1;
} WHEA_ARM_AARCH64_EL1_CSR, *PWHEA_ARM_AARCH64_EL1_CSR;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_ARM_AARCH64_EL2_CSR {
    ULONGLONG ELR_EL2;
    ULONGLONG ESR_EL2;
    ULONGLONG FAR_EL2;
    ULONGLONG HACR_EL2;
    ULONGLONG HCR_EL2;
    ULONGLONG HPFAR_EL2;
    ULONGLONG MAIR_EL2;
    ULONGLONG SCTLR_EL2;
    ULONGLONG SP_EL2;
    ULONGLONG SPSR_EL2;
    ULONGLONG TCR_EL2;
    ULONGLONG TPIDR_EL2;
    ULONGLONG TTBR0_EL2;
    ULONGLONG VTCR_EL2;
    ULONGLONG VTTBR_EL2;
} WHEA_ARM_AARCH64_EL2_CSR, *PWHEA_ARM_AARCH64_EL2_CSR;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_ARMV8_AARCH64_EL3_CSR {
    ULONGLONG ELR_EL3;
    ULONGLONG ESR_EL3;
    ULONGLONG FAR_EL3;
    ULONGLONG MAIR_EL3;
    ULONGLONG SCTLR_EL3;
    ULONGLONG SP_EL3;
    ULONGLONG SPSR_EL3;
    ULONGLONG TCR_EL3;
    ULONGLONG TPIDR_EL3;
    ULONGLONG TTBR0_EL3;
} WHEA_ARMV8_AARCH64_EL3_CSR, *PWHEA_ARMV8_AARCH64_EL3_CSR;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_ARM_MISC_CSR {
    USHORT MRSEncoding;
    ULONGLONG Value;
} WHEA_ARM_MISC_CSR, *PWHEA_ARM_MISC_CSR;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_ARM_PROCESSOR_ERROR_CONTEXT_INFORMATION_HEADER {
    USHORT Version;
    USHORT RegisterContextType;
    ULONG RegisterArraySize;
    UCHAR RegisterArray[1];
} WHEA_ARM_PROCESSOR_ERROR_CONTEXT_INFORMATION_HEADER, *PWHEA_ARM_PROCESSOR_ERROR_CONTEXT_INFORMATION_HEADER;
#pragma pack(pop)

#pragma pack(push, 1)
typedef union _WHEA_ERROR_PACKET_FLAGS {
    struct {
        ULONG PreviousError : 1;
        ULONG Reserved1 : 1;
        ULONG HypervisorError : 1;
        ULONG Simulated : 1;
        ULONG PlatformPfaControl : 1;
        ULONG PlatformDirectedOffline : 1;
        ULONG Reserved2 : 26;
    };
    ULONG AsULONG;
} WHEA_ERROR_PACKET_FLAGS, *PWHEA_ERROR_PACKET_FLAGS;
#pragma pack(pop)

typedef enum _WHEA_ERROR_TYPE {
    WheaErrTypeProcessor,
    WheaErrTypeMemory,
    WheaErrTypePCIExpress,
    WheaErrTypeNMI,
    WheaErrTypePCIXBus,
    WheaErrTypePCIXDevice,
    WheaErrTypeGeneric,
} WHEA_ERROR_TYPE, *PWHEA_ERROR_TYPE;

typedef enum _WHEA_RAW_DATA_FORMAT {
    WheaRawDataFormatIPFSalRecord,
    WheaRawDataFormatIA32MCA,
    WheaRawDataFormatIntel64MCA,
    WheaRawDataFormatAMD64MCA,
    WheaRawDataFormatMemory,
    WheaRawDataFormatPCIExpress,
    WheaRawDataFormatNMIPort,
    WheaRawDataFormatPCIXBus,
    WheaRawDataFormatPCIXDevice,
    WheaRawDataFormatGeneric,
    WheaRawDataFormatMax,
} WHEA_RAW_DATA_FORMAT, *PWHEA_RAW_DATA_FORMAT;

#pragma pack(push, 1)
typedef struct _WHEA_ERROR_PACKET_V1 {
    ULONG Signature;
    WHEA_ERROR_PACKET_FLAGS Flags;
    ULONG Size;
    ULONG RawDataLength;
    ULONGLONG Reserved1;
    ULONGLONG Context;
    WHEA_ERROR_TYPE ErrorType;
    WHEA_ERROR_SEVERITY ErrorSeverity;
    ULONG ErrorSourceId;
    WHEA_ERROR_SOURCE_TYPE ErrorSourceType;
    ULONG Reserved2;
    ULONG Version;
    ULONGLONG Cpu;
    union {
        WHEA_PROCESSOR_GENERIC_ERROR_SECTION ProcessorError;
        WHEA_MEMORY_ERROR_SECTION MemoryError;
        WHEA_NMI_ERROR_SECTION NmiError;
        WHEA_PCIEXPRESS_ERROR_SECTION PciExpressError;
        WHEA_PCIXBUS_ERROR_SECTION PciXBusError;
        WHEA_PCIXDEVICE_ERROR_SECTION PciXDeviceError;
    } u;
    WHEA_RAW_DATA_FORMAT RawDataFormat;
    ULONG RawDataOffset;
    UCHAR RawData[1];
} WHEA_ERROR_PACKET_V1, *PWHEA_ERROR_PACKET_V1;
#pragma pack(pop)

typedef enum _WHEA_ERROR_PACKET_DATA_FORMAT {
    WheaDataFormatIPFSalRecord,
    WheaDataFormatXPFMCA,
    WheaDataFormatMemory,
    WheaDataFormatPCIExpress,
    WheaDataFormatNMIPort,
    WheaDataFormatPCIXBus,
    WheaDataFormatPCIXDevice,
    WheaDataFormatGeneric,
    WheaDataFormatMax,
} WHEA_ERROR_PACKET_DATA_FORMAT, *PWHEA_ERROR_PACKET_DATA_FORMAT;

#pragma pack(push, 1)
typedef struct _WHEA_ERROR_PACKET_V2 {
    ULONG Signature;
    ULONG Version;
    ULONG Length;
    WHEA_ERROR_PACKET_FLAGS Flags;
    WHEA_ERROR_TYPE ErrorType;
    WHEA_ERROR_SEVERITY ErrorSeverity;
    ULONG ErrorSourceId;
    WHEA_ERROR_SOURCE_TYPE ErrorSourceType;
    GUID NotifyType;
    ULONGLONG Context;
    WHEA_ERROR_PACKET_DATA_FORMAT DataFormat;
    ULONG Reserved1;
    ULONG DataOffset;
    ULONG DataLength;
    ULONG PshedDataOffset;
    ULONG PshedDataLength;
} WHEA_ERROR_PACKET, WHEA_ERROR_PACKET_V2, *PWHEA_ERROR_PACKET, *PWHEA_ERROR_PACKET_V2;
#pragma pack(pop)

#pragma pack(push, 1)
typedef union _WHEA_GENERIC_ERROR_BLOCKSTATUS {
    struct {
        ULONG UncorrectableError : 1;
        ULONG CorrectableError : 1;
        ULONG MultipleUncorrectableErrors : 1;
        ULONG MultipleCorrectableErrors : 1;
        ULONG ErrorDataEntryCount : 10;
        ULONG Reserved : 18;
    };
    ULONG AsULONG;
} WHEA_GENERIC_ERROR_BLOCKSTATUS, *PWHEA_GENERIC_ERROR_BLOCKSTATUS;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_GENERIC_ERROR {
    WHEA_GENERIC_ERROR_BLOCKSTATUS BlockStatus;
    ULONG RawDataOffset;
    ULONG RawDataLength;
    ULONG DataLength;
    WHEA_ERROR_SEVERITY ErrorSeverity;
    UCHAR Data[1];
} WHEA_GENERIC_ERROR, *PWHEA_GENERIC_ERROR;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_GENERIC_ERROR_DATA_ENTRY_V1 {
    GUID SectionType;
    WHEA_ERROR_SEVERITY ErrorSeverity;
    WHEA_REVISION Revision;
    UCHAR ValidBits;
    UCHAR Flags;
    ULONG ErrorDataLength;
    GUID FRUId;
    UCHAR FRUText[20];
    UCHAR Data[1];
} WHEA_GENERIC_ERROR_DATA_ENTRY_V1, *PWHEA_GENERIC_ERROR_DATA_ENTRY_V1;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _WHEA_GENERIC_ERROR_DATA_ENTRY_V2 {
    GUID SectionType;
    WHEA_ERROR_SEVERITY ErrorSeverity;
    WHEA_REVISION Revision;
    UCHAR ValidBits;
    UCHAR Flags;
    ULONG ErrorDataLength;
    GUID FRUId;
    UCHAR FRUText[20];
    WHEA_TIMESTAMP Timestamp;
    UCHAR Data[1];
} WHEA_GENERIC_ERROR_DATA_ENTRY, WHEA_GENERIC_ERROR_DATA_ENTRY_V2, *PWHEA_GENERIC_ERROR_DATA_ENTRY, *PWHEA_GENERIC_ERROR_DATA_ENTRY_V2;
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

typedef struct _WHEA_RECOVERY_CONTEXT {
    struct {
        ULONG_PTR Address;
        BOOLEAN Consumed;
        UINT16 ErrorCode;
        BOOLEAN ErrorIpValid;
        BOOLEAN RestartIpValid;
    } MemoryError;
    UINT64 PartitionId;
    UINT32 VpIndex;
} WHEA_RECOVERY_CONTEXT, *PWHEA_RECOVERY_CONTEXT;

typedef NTSTATUS (NTAPI *PSHED_PI_GET_ALL_ERROR_SOURCES)(
    PVOID PluginContext,
    PULONG Count,
    PWHEA_ERROR_SOURCE_DESCRIPTOR *ErrorSrcs,
    PULONG Length);

typedef NTSTATUS (NTAPI *PSHED_PI_GET_ERROR_SOURCE_INFO)(
    PVOID PluginContext,
    PWHEA_ERROR_SOURCE_DESCRIPTOR ErrorSource);

typedef NTSTATUS (NTAPI *PSHED_PI_SET_ERROR_SOURCE_INFO)(
    PVOID PluginContext,
    PWHEA_ERROR_SOURCE_DESCRIPTOR ErrorSource);

typedef NTSTATUS (NTAPI *PSHED_PI_ENABLE_ERROR_SOURCE)(
    PVOID PluginContext,
    PWHEA_ERROR_SOURCE_DESCRIPTOR ErrorSource);

typedef NTSTATUS (NTAPI *PSHED_PI_DISABLE_ERROR_SOURCE)(
    PVOID PluginContext,
    PWHEA_ERROR_SOURCE_DESCRIPTOR ErrorSource);

typedef NTSTATUS (NTAPI *PSHED_PI_WRITE_ERROR_RECORD)(
    PVOID PluginContext,
    ULONG Flags,
    ULONG RecordLength,
    PWHEA_ERROR_RECORD ErrorRecord);

typedef NTSTATUS (NTAPI *PSHED_PI_READ_ERROR_RECORD)(
    PVOID PluginContext,
    ULONG Flags,
    ULONGLONG ErrorRecordId,
    PULONGLONG NextErrorRecordId,
    PULONG RecordLength,
    PWHEA_ERROR_RECORD ErrorRecord);

typedef NTSTATUS (NTAPI *PSHED_PI_CLEAR_ERROR_RECORD)(
    PVOID PluginContext,
    ULONG Flags,
    ULONGLONG ErrorRecordId);

typedef NTSTATUS (NTAPI *PSHED_PI_RETRIEVE_ERROR_INFO)(
    PVOID PluginContext,
    PWHEA_ERROR_SOURCE_DESCRIPTOR ErrorSource,
    ULONGLONG BufferLength,
    PWHEA_ERROR_PACKET Packet);

typedef NTSTATUS (NTAPI *PSHED_PI_FINALIZE_ERROR_RECORD)(
    PVOID PluginContext,
    PWHEA_ERROR_SOURCE_DESCRIPTOR ErrorSource,
    ULONG BufferLength,
    PWHEA_ERROR_RECORD ErrorRecord);

typedef NTSTATUS (NTAPI *PSHED_PI_CLEAR_ERROR_STATUS)(
    PVOID PluginContext,
    PWHEA_ERROR_SOURCE_DESCRIPTOR ErrorSource,
    ULONG BufferLength,
    PWHEA_ERROR_RECORD ErrorRecord);

typedef NTSTATUS (NTAPI *PSHED_PI_ATTEMPT_ERROR_RECOVERY)(
    PVOID PluginContext,
    ULONG BufferLength,
    PWHEA_ERROR_RECORD ErrorRecord);

typedef NTSTATUS (NTAPI *PSHED_PI_GET_INJECTION_CAPABILITIES)(
    PVOID PluginContext,
    PWHEA_ERROR_INJECTION_CAPABILITIES Capabilities);

typedef NTSTATUS (NTAPI *PSHED_PI_INJECT_ERROR)(
    PVOID PluginContext,
    ULONGLONG ErrorType,
    ULONGLONG Parameter1,
    ULONGLONG Parameter2,
    ULONGLONG Parameter3,
    ULONGLONG Parameter4);

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

typedef enum _BDCB_CLASSIFICATION {
    BdCbClassificationUnknownImage,
    BdCbClassificationKnownGoodImage,
    BdCbClassificationKnownBadImage,
    BdCbClassificationKnownBadImageBootCritical,
    BdCbClassificationEnd,
} BDCB_CLASSIFICATION, *PBDCB_CLASSIFICATION;

typedef void NTAPI BOOT_DRIVER_CALLBACK_FUNCTION(
    PVOID CallbackContext,
    BDCB_CALLBACK_TYPE Classification,
    PBDCB_IMAGE_INFORMATION ImageInformation);

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

typedef void NTAPI DRIVER_REINITIALIZE(
    struct _DRIVER_OBJECT *DriverObject,
    PVOID Context,
    ULONG Count);

typedef void NTAPI EXPAND_STACK_CALLOUT(PVOID Parameter);

typedef enum _EXTENDED_AGP_REGISTER {
    IsochStatus,
    AgpControl,
    ApertureSize,
    AperturePageSize,
    GartLow,
    GartHigh,
    IsochCommand,
} EXTENDED_AGP_REGISTER, *PEXTENDED_AGP_REGISTER;

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

typedef NTSTATUS NTAPI HVL_WHEA_ERROR_NOTIFICATION(
    PWHEA_RECOVERY_CONTEXT RecoveryContext,
    BOOLEAN PlatformDirected,
    BOOLEAN Poisoned);

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

typedef enum KD_CALLBACK_ACTION {
    KdConfigureDeviceAndContinue,
    KdSkipDeviceAndContinue,
    KdConfigureDeviceAndStop,
    KdSkipDeviceAndStop,
} KD_CALLBACK_ACTION, *PKD_CALLBACK_ACTION;

typedef enum _MM_ROTATE_DIRECTION {
    MmToFrameBuffer,
    MmToFrameBufferNoCopy,
    MmToRegularMemory,
    MmToRegularMemoryNoCopy,
    MmMaximumRotateDirection,
} MM_ROTATE_DIRECTION, *PMM_ROTATE_DIRECTION;

typedef BOOT_DRIVER_CALLBACK_FUNCTION *PBOOT_DRIVER_CALLBACK_FUNCTION;

typedef enum PCI_EXPRESS_ASPM_CONTROL {
    L0sAndL1EntryDisabled,
    L0sEntryEnabled,
    L1EntryEnabled,
    L0sAndL1EntryEnabled,
} PCI_EXPRESS_ASPM_CONTROL;

typedef enum PCI_EXPRESS_ASPM_SUPPORT {
    NoAspmSupport,
    L0sEntrySupport,
    L1EntrySupport,
    L0sAndL1EntrySupport,
} PCI_EXPRESS_ASPM_SUPPORT;

typedef enum PCI_EXPRESS_CARD_PRESENCE {
    SlotEmpty,
    CardPresent,
} PCI_EXPRESS_CARD_PRESENCE;

typedef enum PCI_EXPRESS_DEVICE_TYPE {
    PciExpressEndpoint,
    PciExpressLegacyEndpoint,
    PciExpressRootPort = 4,
    PciExpressUpstreamSwitchPort,
    PciExpressDownstreamSwitchPort,
    PciExpressToPciXBridge,
    PciXToExpressBridge,
    PciExpressRootComplexIntegratedEndpoint,
    PciExpressRootComplexEventCollector,
} PCI_EXPRESS_DEVICE_TYPE;

typedef enum PCI_EXPRESS_INDICATOR_STATE {
    IndicatorOn = 1,
    IndicatorBlink,
    IndicatorOff,
} PCI_EXPRESS_INDICATOR_STATE;

typedef enum PCI_EXPRESS_L0s_EXIT_LATENCY {
    L0s_Below64ns,
    L0s_64ns_128ns,
    L0s_128ns_256ns,
    L0s_256ns_512ns,
    L0s_512ns_1us,
    L0s_1us_2us,
    L0s_2us_4us,
    L0s_Above4us,
} PCI_EXPRESS_L0s_EXIT_LATENCY;

typedef enum PCI_EXPRESS_L1_EXIT_LATENCY {
    L1_Below1us,
    L1_1us_2us,
    L1_2us_4us,
    L1_4us_8us,
    L1_8us_16us,
    L1_16us_32us,
    L1_32us_64us,
    L1_Above64us,
} PCI_EXPRESS_L1_EXIT_LATENCY;

typedef enum PCI_EXPRESS_MAX_PAYLOAD_SIZE {
    MaxPayload128Bytes,
    MaxPayload256Bytes,
    MaxPayload512Bytes,
    MaxPayload1024Bytes,
    MaxPayload2048Bytes,
    MaxPayload4096Bytes,
} PCI_EXPRESS_MAX_PAYLOAD_SIZE;

typedef enum PCI_EXPRESS_MRL_STATE {
    MRLClosed,
    MRLOpen,
} PCI_EXPRESS_MRL_STATE;

typedef enum PCI_EXPRESS_POWER_STATE {
    PowerOn,
    PowerOff,
} PCI_EXPRESS_POWER_STATE;

typedef void (NTAPI *PCREATE_PROCESS_NOTIFY_ROUTINE)(
    HANDLE ParentId,
    HANDLE ProcessId,
    BOOLEAN Create);

typedef void (NTAPI *PCREATE_PROCESS_NOTIFY_ROUTINE_EX)(
    PEPROCESS Process,
    HANDLE ProcessId,
    PPS_CREATE_NOTIFY_INFO CreateInfo);

typedef void (NTAPI *PCREATE_THREAD_NOTIFY_ROUTINE)(
    HANDLE ProcessId,
    HANDLE ThreadId,
    BOOLEAN Create);

typedef KD_CALLBACK_ACTION (NTAPI *PDEBUG_DEVICE_FOUND_FUNCTION)(PDEBUG_DEVICE_DESCRIPTOR Device);
struct _DEVICE_HANDLER_OBJECT;
typedef struct _DEVICE_HANDLER_OBJECT *PDEVICE_HANDLER_OBJECT;
typedef DRIVER_REINITIALIZE *PDRIVER_REINITIALIZE;
typedef struct _EJOB *PEJOB;
typedef void (NTAPI *PEXPAND_STACK_CALLOUT)(void);

typedef BOOLEAN (NTAPI *PFN_IN_USE_PAGE_OFFLINE_NOTIFY)(
    PFN_NUMBER Page,
    BOOLEAN PlatformDirected,
    BOOLEAN Poisoned,
    PVOID Context);

typedef BOOLEAN (NTAPI *PHAL_RESET_DISPLAY_PARAMETERS)(ULONG Columns, ULONG Rows);
typedef HVL_WHEA_ERROR_NOTIFICATION *PHVL_WHEA_ERROR_NOTIFICATION;
struct _IMAGE_NT_HEADERS64;
typedef struct _IMAGE_NT_HEADERS64 *PIMAGE_NT_HEADERS64;
typedef PIMAGE_NT_HEADERS64 PIMAGE_NT_HEADERS;
struct _IMAGE_NT_HEADERS;
typedef struct _IMAGE_NT_HEADERS *PIMAGE_NT_HEADERS32;

typedef NTSTATUS (NTAPI *PIO_QUERY_DEVICE_ROUTINE)(
    PVOID Context,
    PUNICODE_STRING PathName,
    INTERFACE_TYPE BusType,
    ULONG BusNumber,
    PKEY_VALUE_FULL_INFORMATION *BusInformation,
    CONFIGURATION_TYPE ControllerType,
    ULONG ControllerNumber,
    PKEY_VALUE_FULL_INFORMATION *ControllerInformation,
    CONFIGURATION_TYPE PeripheralType,
    ULONG PeripheralNumber,
    PKEY_VALUE_FULL_INFORMATION *PeripheralInformation);

typedef void (NTAPI *PLOAD_IMAGE_NOTIFY_ROUTINE)(
    PUNICODE_STRING FullImageName,
    HANDLE ProcessId,
    PIMAGE_INFO ImageInfo);

typedef NTSTATUS (NTAPI *PMM_ROTATE_COPY_CALLBACK_FUNCTION)(
    PMDL DestinationMdl,
    PMDL SourceMdl,
    PVOID Context);

struct _OPLOCK_KEY_ECP_CONTEXT;
typedef struct _OPLOCK_KEY_ECP_CONTEXT *POPLOCK_KEY_ECP_CONTEXT;

typedef enum _PROCESS_MITIGATION_POLICY {
    ProcessDEPPolicy,
    ProcessASLRPolicy,
    ProcessDynamicCodePolicy,
    ProcessStrictHandleCheckPolicy,
    ProcessSystemCallDisablePolicy,
    ProcessMitigationOptionsMask,
    ProcessExtensionPointDisablePolicy,
    ProcessControlFlowGuardPolicy,
    ProcessSignaturePolicy,
    ProcessFontDisablePolicy,
    ProcessImageLoadPolicy,
    ProcessSystemCallFilterPolicy,
    ProcessPayloadRestrictionPolicy,
    ProcessChildProcessPolicy,
    MaxProcessMitigationPolicy,
} PROCESS_MITIGATION_POLICY, *PPROCESS_MITIGATION_POLICY;

typedef struct _KTHREAD *PRKTHREAD;

typedef enum _PROCESSINFOCLASS {
    ProcessBasicInformation,
    ProcessQuotaLimits,
    ProcessIoCounters,
    ProcessVmCounters,
    ProcessTimes,
    ProcessBasePriority,
    ProcessRaisePriority,
    ProcessDebugPort,
    ProcessExceptionPort,
    ProcessAccessToken,
    ProcessLdtInformation,
    ProcessLdtSize,
    ProcessDefaultHardErrorMode,
    ProcessIoPortHandlers,
    ProcessPooledUsageAndLimits,
    ProcessWorkingSetWatch,
    ProcessUserModeIOPL,
    ProcessEnableAlignmentFaultFixup,
    ProcessPriorityClass,
    ProcessWx86Information,
    ProcessHandleCount,
    ProcessAffinityMask,
    ProcessPriorityBoost,
    ProcessDeviceMap,
    ProcessSessionInformation,
    ProcessForegroundInformation,
    ProcessWow64Information,
    ProcessImageFileName,
    ProcessLUIDDeviceMapsEnabled,
    ProcessBreakOnTermination,
    ProcessDebugObjectHandle,
    ProcessDebugFlags,
    ProcessHandleTracing,
    ProcessIoPriority,
    ProcessExecuteFlags,
    ProcessTlsInformation,
    ProcessCookie,
    ProcessImageInformation,
    ProcessCycleTime,
    ProcessPagePriority,
    ProcessInstrumentationCallback,
    ProcessThreadStackAllocation,
    ProcessWorkingSetWatchEx,
    ProcessImageFileNameWin32,
    ProcessImageFileMapping,
    ProcessAffinityUpdateMode,
    ProcessMemoryAllocationMode,
    ProcessGroupInformation,
    ProcessTokenVirtualizationEnabled,
    ProcessOwnerInformation,
    ProcessWindowInformation,
    ProcessHandleInformation,
    ProcessMitigationPolicy,
    ProcessDynamicFunctionTableInformation,
    ProcessHandleCheckingMode,
    ProcessKeepAliveCount,
    ProcessRevokeFileHandles,
    ProcessWorkingSetControl,
    ProcessHandleTable,
    ProcessCheckStackExtentsMode,
    ProcessCommandLineInformation,
    ProcessProtectionInformation,
    ProcessMemoryExhaustion,
    ProcessFaultInformation,
    ProcessTelemetryIdInformation,
    ProcessCommitReleaseInformation,
    ProcessReserved1Information,
    ProcessReserved2Information,
    ProcessSubsystemProcess,
    ProcessInPrivate = 70,
    ProcessRaiseUMExceptionOnInvalidHandleClose,
    ProcessSubsystemInformation = 75,
    ProcessWin32kSyscallFilterInformation = 79,
    ProcessEnergyTrackingState = 82,
    MaxProcessInfoClass,
} PROCESSINFOCLASS;

typedef NTSTATUS (NTAPI *PRTL_AVL_MATCH_FUNCTION)(void);
typedef ULONG (NTAPI *PRTL_RUN_ONCE_INIT_FN)(void);

typedef enum _PSCREATEPROCESSNOTIFYTYPE {
    PsCreateProcessNotifySubsystems,
} PSCREATEPROCESSNOTIFYTYPE;

typedef enum _PSCREATETHREADNOTIFYTYPE {
    PsCreateThreadNotifyNonSystem,
    PsCreateThreadNotifySubsystems,
} PSCREATETHREADNOTIFYTYPE;

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
struct _SILO_MONITOR;
typedef struct _SILO_MONITOR *PSILO_MONITOR;

typedef enum _SUBSYSTEM_INFORMATION_TYPE {
    SubsystemInformationTypeWin32,
    SubsystemInformationTypeWSL,
    MaxSubsystemInformationType,
} SUBSYSTEM_INFORMATION_TYPE, *PSUBSYSTEM_INFORMATION_TYPE;

typedef PVOID NTAPI RTL_AVL_ALLOCATE_ROUTINE(struct _RTL_AVL_TABLE *Table, CLONG ByteSize);

typedef RTL_GENERIC_COMPARE_RESULTS NTAPI RTL_AVL_COMPARE_ROUTINE(
    struct _RTL_AVL_TABLE *Table,
    PVOID FirstStruct,
    PVOID SecondStruct);

typedef void NTAPI RTL_AVL_FREE_ROUTINE(struct _RTL_AVL_TABLE *Table, PVOID Buffer);

typedef NTSTATUS NTAPI RTL_AVL_MATCH_FUNCTION(
    struct _RTL_AVL_TABLE *Table,
    PVOID UserData,
    PVOID MatchData);

typedef PVOID NTAPI RTL_GENERIC_ALLOCATE_ROUTINE(struct _RTL_GENERIC_TABLE *Table, CLONG ByteSize);

typedef RTL_GENERIC_COMPARE_RESULTS NTAPI RTL_GENERIC_COMPARE_ROUTINE(
    struct _RTL_GENERIC_TABLE *Table,
    PVOID FirstStruct,
    PVOID SecondStruct);

typedef void NTAPI RTL_GENERIC_FREE_ROUTINE(struct _RTL_GENERIC_TABLE *Table, PVOID Buffer);
typedef ULONG NTAPI RTL_RUN_ONCE_INIT_FN(PRTL_RUN_ONCE RunOnce, PVOID Parameter, PVOID *Context);
typedef void (NTAPI *SILO_CONTEXT_CLEANUP_CALLBACK)(PVOID SiloContext);

typedef enum _TABLE_SEARCH_RESULT {
    TableEmptyTree,
    TableFoundNode,
    TableInsertAsLeft,
    TableInsertAsRight,
} TABLE_SEARCH_RESULT;

typedef enum _THREADINFOCLASS {
    ThreadBasicInformation,
    ThreadTimes,
    ThreadPriority,
    ThreadBasePriority,
    ThreadAffinityMask,
    ThreadImpersonationToken,
    ThreadDescriptorTableEntry,
    ThreadEnableAlignmentFaultFixup,
    ThreadEventPair_Reusable,
    ThreadQuerySetWin32StartAddress,
    ThreadZeroTlsCell,
    ThreadPerformanceCount,
    ThreadAmILastThread,
    ThreadIdealProcessor,
    ThreadPriorityBoost,
    ThreadSetTlsArrayAddress,
    ThreadIsIoPending,
    ThreadHideFromDebugger,
    ThreadBreakOnTermination,
    ThreadSwitchLegacyState,
    ThreadIsTerminated,
    ThreadLastSystemCall,
    ThreadIoPriority,
    ThreadCycleTime,
    ThreadPagePriority,
    ThreadActualBasePriority,
    ThreadTebInformation,
    ThreadCSwitchMon,
    ThreadCSwitchPmu,
    ThreadWow64Context,
    ThreadGroupInformation,
    ThreadUmsInformation,
    ThreadCounterProfiling,
    ThreadIdealProcessorEx,
    ThreadCpuAccountingInformation,
    ThreadSuspendCount,
    ThreadActualGroupAffinity = 41,
    ThreadDynamicCodePolicyInfo,
    ThreadSubsystemInformation = 45,
    MaxThreadInfoClass = 50,
} THREADINFOCLASS;

typedef enum _TIMER_SET_INFORMATION_CLASS {
    TimerSetCoalescableTimer,
    MaxTimerInfoClass,
} TIMER_SET_INFORMATION_CLASS;

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

#define WHEA_PHYSICAL_ADDRESS LARGE_INTEGER

typedef NTSTATUS (NTAPI *pHalAssignSlotResources)(
    PUNICODE_STRING RegistryPath,
    PUNICODE_STRING DriverClassName,
    PDRIVER_OBJECT DriverObject,
    PDEVICE_OBJECT DeviceObject,
    INTERFACE_TYPE BusType,
    ULONG BusNumber,
    ULONG SlotNumber,
    PCM_RESOURCE_LIST *AllocatedResources);

typedef BOOLEAN (NTAPI *pHalFindBusAddressTranslation)(
    PHYSICAL_ADDRESS BusAddress,
    PULONG AddressSpace,
    PPHYSICAL_ADDRESS TranslatedAddress,
    PULONG_PTR Context,
    BOOLEAN NextBus);

typedef void (NTAPI *pHalHaltSystem)(void);
typedef BOOLEAN (NTAPI *pHalResetDisplay)(void);

typedef BOOLEAN (NTAPI *pHalTranslateBusAddress)(
    INTERFACE_TYPE InterfaceType,
    ULONG BusNumber,
    PHYSICAL_ADDRESS BusAddress,
    PULONG AddressSpace,
    PPHYSICAL_ADDRESS TranslatedAddress);

typedef UCHAR (NTAPI *pHalVectorToIDTEntry)(ULONG Vector);
typedef void (NTAPI *pKdCheckPowerButton)(void);

typedef NTSTATUS (NTAPI *pKdEnumerateDebuggingDevices)(
    PVOID LoaderBlock,
    PDEBUG_DEVICE_DESCRIPTOR Device,
    PDEBUG_DEVICE_FOUND_FUNCTION Callback);

struct _LOADER_PARAMETER_BLOCK;

typedef PVOID (NTAPI *pKdGetAcpiTablePhase0)(
    struct _LOADER_PARAMETER_BLOCK *LoaderBlock,
    ULONG Signature);

typedef ULONG (NTAPI *pKdGetPciDataByOffset)(
    ULONG BusNumber,
    ULONG SlotNumber,
    PVOID Buffer,
    ULONG Offset,
    ULONG Length);

typedef PVOID (NTAPI *pKdMapPhysicalMemory64)(
    PHYSICAL_ADDRESS PhysicalAddress,
    ULONG NumberPages,
    BOOLEAN FlushCurrentTLB);

typedef NTSTATUS (NTAPI *pKdReleaseIntegratedDeviceForDebugging)(
    PDEBUG_DEVICE_DESCRIPTOR IntegratedDevice);

typedef NTSTATUS (NTAPI *pKdReleasePciDeviceForDebugging)(PDEBUG_DEVICE_DESCRIPTOR PciDevice);

typedef ULONG (NTAPI *pKdSetPciDataByOffset)(
    ULONG BusNumber,
    ULONG SlotNumber,
    PVOID Buffer,
    ULONG Offset,
    ULONG Length);

typedef NTSTATUS (NTAPI *pKdSetupIntegratedDeviceForDebugging)(
    PVOID LoaderBlock,
    PDEBUG_DEVICE_DESCRIPTOR IntegratedDevice);

typedef NTSTATUS (NTAPI *pKdSetupPciDeviceForDebugging)(
    PVOID LoaderBlock,
    PDEBUG_DEVICE_DESCRIPTOR PciDevice);

typedef void (NTAPI *pKdUnmapVirtualAddress)(
    PVOID VirtualAddress,
    ULONG NumberPages,
    BOOLEAN FlushCurrentTLB);

struct _CONTEXT {
    ULONG64 P1Home;
    ULONG64 P2Home;
    ULONG64 P3Home;
    ULONG64 P4Home;
    ULONG64 P5Home;
    ULONG64 P6Home;
    ULONG ContextFlags;
    ULONG MxCsr;
    USHORT SegCs;
    USHORT SegDs;
    USHORT SegEs;
    USHORT SegFs;
    USHORT SegGs;
    USHORT SegSs;
    ULONG EFlags;
    ULONG64 Dr0;
    ULONG64 Dr1;
    ULONG64 Dr2;
    ULONG64 Dr3;
    ULONG64 Dr6;
    ULONG64 Dr7;
    ULONG64 Rax;
    ULONG64 Rcx;
    ULONG64 Rdx;
    ULONG64 Rbx;
    ULONG64 Rsp;
    ULONG64 Rbp;
    ULONG64 Rsi;
    ULONG64 Rdi;
    ULONG64 R8;
    ULONG64 R9;
    ULONG64 R10;
    ULONG64 R11;
    ULONG64 R12;
    ULONG64 R13;
    ULONG64 R14;
    ULONG64 R15;
    ULONG64 Rip;
    union {
        XMM_SAVE_AREA32 FltSave;
        struct {
            M128A Header[2];
            M128A Legacy[8];
            M128A Xmm0;
            M128A Xmm1;
            M128A Xmm2;
            M128A Xmm3;
            M128A Xmm4;
            M128A Xmm5;
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
        };
    };
    M128A VectorRegister[26];
    ULONG64 VectorControl;
    ULONG64 DebugControl;
    ULONG64 LastBranchToRip;
    ULONG64 LastBranchFromRip;
    ULONG64 LastExceptionToRip;
    ULONG64 LastExceptionFromRip;
};

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

struct _CREATE_DISK;
struct _DRIVE_LAYOUT_INFORMATION_EX;
struct _SET_PARTITION_INFORMATION_EX;

NTKERNELAPI ULONG NTAPI DbgPrompt(PCCH Prompt, PCH Response, ULONG Length);
NTKERNELAPI NTSTATUS NTAPI ExExtendZone(PZONE_HEADER Zone, PVOID Segment, ULONG SegmentSize);
NTKERNELAPI NTSTATUS NTAPI ExInitializeZone(
    PZONE_HEADER Zone,
    ULONG BlockSize,
    PVOID InitialSegment,
    ULONG InitialSegmentSize);
NTKERNELAPI NTSTATUS NTAPI ExInterlockedExtendZone(
    PZONE_HEADER Zone,
    PVOID Segment,
    ULONG SegmentSize,
    PKSPIN_LOCK Lock);
NTKERNELAPI void NTAPI ExRaiseAccessViolation(void);
NTKERNELAPI void NTAPI ExRaiseDatatypeMisalignment(void);
NTKERNELAPI NTSTATUS NTAPI ExUuidCreate(UUID *Uuid);
NTKERNELAPI BOOLEAN NTAPI FsRtlIsTotalDeviceFailure(NTSTATUS Status);
NTHALAPI void NTAPI HalAcquireDisplayOwnership(
    PHAL_RESET_DISPLAY_PARAMETERS ResetDisplayParameters);
NTHALAPI PVOID NTAPI HalAllocateCrashDumpRegisters(
    PADAPTER_OBJECT AdapterObject,
    PULONG NumberOfMapRegisters);
NTHALAPI NTSTATUS NTAPI HalAllocateHardwareCounters(
    PGROUP_AFFINITY GroupAffinty,
    ULONG GroupCount,
    PPHYSICAL_COUNTER_RESOURCE_LIST ResourceList,
    PHANDLE CounterSetHandle);
NTHALAPI void NTAPI HalBugCheckSystem(
    PWHEA_ERROR_SOURCE_DESCRIPTOR ErrorSource,
    PWHEA_ERROR_RECORD ErrorRecord);
extern NTKERNELAPI PHAL_DISPATCH HalDispatchTable;
NTHALAPI NTSTATUS NTAPI HalDmaAllocateCrashDumpRegistersEx(
    PADAPTER_OBJECT Adapter,
    ULONG NumberOfMapRegisters,
    HAL_DMA_CRASH_DUMP_REGISTER_TYPE Type,
    PVOID *MapRegisterBase,
    PULONG MapRegistersAvailable);
NTHALAPI NTSTATUS NTAPI HalDmaFreeCrashDumpRegistersEx(
    PADAPTER_OBJECT Adapter,
    HAL_DMA_CRASH_DUMP_REGISTER_TYPE Type);
NTKERNELAPI void NTAPI HalExamineMBR(
    PDEVICE_OBJECT DeviceObject,
    ULONG SectorSize,
    ULONG MBRTypeIdentifier,
    PVOID *Buffer);
NTHALAPI NTSTATUS NTAPI HalFreeHardwareCounters(HANDLE CounterSetHandle);
NTHALAPI PADAPTER_OBJECT NTAPI HalGetAdapter(
    PDEVICE_DESCRIPTION DeviceDescription,
    PULONG NumberOfMapRegisters);
NTHALAPI ULONG NTAPI HalGetBusDataByOffset(
    BUS_DATA_TYPE BusDataType,
    ULONG BusNumber,
    ULONG SlotNumber,
    PVOID Buffer,
    ULONG Offset,
    ULONG Length);
NTHALAPI NTSTATUS NTAPI HalGetScatterGatherList(
    PADAPTER_OBJECT DmaAdapter,
    PDEVICE_OBJECT DeviceObject,
    PMDL Mdl,
    PVOID CurrentVa,
    ULONG Length,
    PDRIVER_LIST_CONTROL ExecutionRoutine,
    PVOID Context,
    BOOLEAN WriteToDevice);
NTHALAPI void NTAPI HalPutDmaAdapter(PADAPTER_OBJECT DmaAdapter);
NTHALAPI void NTAPI HalPutScatterGatherList(
    PADAPTER_OBJECT DmaAdapter,
    PSCATTER_GATHER_LIST ScatterGather,
    BOOLEAN WriteToDevice);
NTHALAPI ULONG NTAPI HalSetBusDataByOffset(
    BUS_DATA_TYPE BusDataType,
    ULONG BusNumber,
    ULONG SlotNumber,
    PVOID Buffer,
    ULONG Offset,
    ULONG Length);
NTHALAPI BOOLEAN NTAPI HalTranslateBusAddress(
    INTERFACE_TYPE InterfaceType,
    ULONG BusNumber,
    PHYSICAL_ADDRESS BusAddress,
    PULONG AddressSpace,
    PPHYSICAL_ADDRESS TranslatedAddress);
NTKERNELAPI NTSTATUS NTAPI HvlRegisterWheaErrorNotification(PHVL_WHEA_ERROR_NOTIFICATION Callback);
NTKERNELAPI NTSTATUS NTAPI HvlUnregisterWheaErrorNotification(
    PHVL_WHEA_ERROR_NOTIFICATION Callback);
extern NTKERNELAPI PHVL_WHEA_ERROR_NOTIFICATION HvlpWheaErrorNotificationCallback;
NTKERNELAPI void NTAPI IoAllocateController(
    PCONTROLLER_OBJECT ControllerObject,
    PDEVICE_OBJECT DeviceObject,
    PDRIVER_CONTROL ExecutionRoutine,
    PVOID Context);
NTKERNELAPI NTSTATUS NTAPI IoAssignResources(
    PUNICODE_STRING RegistryPath,
    PUNICODE_STRING DriverClassName,
    PDRIVER_OBJECT DriverObject,
    PDEVICE_OBJECT DeviceObject,
    PIO_RESOURCE_REQUIREMENTS_LIST RequestedResources,
    PCM_RESOURCE_LIST *AllocatedResources);
NTKERNELAPI NTSTATUS NTAPI IoAttachDeviceByPointer(
    PDEVICE_OBJECT SourceDevice,
    PDEVICE_OBJECT TargetDevice);
NTKERNELAPI NTSTATUS NTAPI IoAttachDeviceToDeviceStackSafe(
    PDEVICE_OBJECT SourceDevice,
    PDEVICE_OBJECT TargetDevice,
    PDEVICE_OBJECT *AttachedToDeviceObject);
NTKERNELAPI void NTAPI IoCancelFileOpen(PDEVICE_OBJECT DeviceObject, PFILE_OBJECT FileObject);
NTKERNELAPI void NTAPI IoClearActivityIdThread(LPCGUID OriginalId);
NTKERNELAPI void NTAPI IoClearIrpExtraCreateParameter(PIRP Irp);
NTKERNELAPI PCONTROLLER_OBJECT NTAPI IoCreateController(ULONG Size);
NTKERNELAPI NTSTATUS NTAPI IoCreateDisk(PDEVICE_OBJECT DeviceObject, struct _CREATE_DISK *Disk);
NTKERNELAPI NTSTATUS NTAPI IoCreateFileEx(
    PHANDLE FileHandle,
    ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes,
    PIO_STATUS_BLOCK IoStatusBlock,
    PLARGE_INTEGER AllocationSize,
    ULONG FileAttributes,
    ULONG ShareAccess,
    ULONG Disposition,
    ULONG CreateOptions,
    PVOID EaBuffer,
    ULONG EaLength,
    CREATE_FILE_TYPE CreateFileType,
    PVOID InternalParameters,
    ULONG Options,
    PIO_DRIVER_CREATE_CONTEXT DriverContext);
NTKERNELAPI NTSTATUS NTAPI IoCreateFileSpecifyDeviceObjectHint(
    PHANDLE FileHandle,
    ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes,
    PIO_STATUS_BLOCK IoStatusBlock,
    PLARGE_INTEGER AllocationSize,
    ULONG FileAttributes,
    ULONG ShareAccess,
    ULONG Disposition,
    ULONG CreateOptions,
    PVOID EaBuffer,
    ULONG EaLength,
    CREATE_FILE_TYPE CreateFileType,
    PVOID InternalParameters,
    ULONG Options,
    PVOID DeviceObject);
NTKERNELAPI NTSTATUS NTAPI IoDecrementKeepAliveCount(PFILE_OBJECT FileObject, PEPROCESS Process);
NTKERNELAPI void NTAPI IoDeleteController(PCONTROLLER_OBJECT ControllerObject);
NTKERNELAPI void NTAPI IoFreeController(PCONTROLLER_OBJECT ControllerObject);
NTKERNELAPI NTSTATUS NTAPI IoGetActivityIdIrp(PIRP Irp, LPGUID Guid);
NTKERNELAPI LPCGUID NTAPI IoGetActivityIdThread(void);
NTKERNELAPI PCONFIGURATION_INFORMATION NTAPI IoGetConfigurationInformation(void);
NTKERNELAPI PGENERIC_MAPPING NTAPI IoGetFileObjectGenericMapping(void);
NTKERNELAPI NTSTATUS NTAPI IoGetFsZeroingOffset(PIRP Irp, PULONG ZeroingOffset);
NTKERNELAPI PEPROCESS NTAPI IoGetInitiatorProcess(PFILE_OBJECT FileObject);
NTKERNELAPI NTSTATUS NTAPI IoGetIrpExtraCreateParameter(
    PIRP Irp,
    struct _ECP_LIST **ExtraCreateParameter);
NTKERNELAPI POPLOCK_KEY_ECP_CONTEXT NTAPI IoGetOplockKeyContext(PFILE_OBJECT FileObject);
NTKERNELAPI POPLOCK_KEY_CONTEXT NTAPI IoGetOplockKeyContextEx(PFILE_OBJECT FileObject);
NTKERNELAPI IO_PAGING_PRIORITY NTAPI IoGetPagingIoPriority(PIRP Irp);
NTKERNELAPI PESILO NTAPI IoGetSilo(PFILE_OBJECT FileObject);
NTKERNELAPI PIO_FOEXT_SILO_PARAMETERS NTAPI IoGetSiloParameters(PFILE_OBJECT FileObject);
NTKERNELAPI PTXN_PARAMETER_BLOCK NTAPI IoGetTransactionParameterBlock(PFILE_OBJECT FileObject);
NTKERNELAPI NTSTATUS NTAPI IoIncrementKeepAliveCount(PFILE_OBJECT FileObject, PEPROCESS Process);
NTKERNELAPI BOOLEAN NTAPI IoIsFileObjectIgnoringSharing(PFILE_OBJECT FileObject);
NTKERNELAPI BOOLEAN NTAPI IoIsFileOriginRemote(PFILE_OBJECT FileObject);
NTKERNELAPI LOGICAL NTAPI IoIsValidIrpStatus(NTSTATUS Status);
NTKERNELAPI PIRP NTAPI IoMakeAssociatedIrp(PIRP Irp, CCHAR StackSize);
NTKERNELAPI PIRP NTAPI IoMakeAssociatedIrpEx(
    PIRP Irp,
    PDEVICE_OBJECT DeviceObject,
    CCHAR StackSize);
NTKERNELAPI NTSTATUS NTAPI IoPropagateActivityIdToThread(
    PIRP Irp,
    LPGUID PropagatedId,
    LPCGUID *OriginalId);
NTKERNELAPI NTSTATUS NTAPI IoQueryDeviceDescription(
    PINTERFACE_TYPE BusType,
    PULONG BusNumber,
    PCONFIGURATION_TYPE ControllerType,
    PULONG ControllerNumber,
    PCONFIGURATION_TYPE PeripheralType,
    PULONG PeripheralNumber,
    PIO_QUERY_DEVICE_ROUTINE CalloutRoutine,
    PVOID Context);
NTKERNELAPI NTSTATUS NTAPI IoQueryFullDriverPath(
    PDRIVER_OBJECT DriverObject,
    PUNICODE_STRING FullPath);
NTKERNELAPI NTSTATUS NTAPI IoQueryInformationByName(
    POBJECT_ATTRIBUTES ObjectAttributes,
    PIO_STATUS_BLOCK IoStatusBlock,
    PVOID FileInformation,
    ULONG Length,
    FILE_INFORMATION_CLASS FileInformationClass,
    ULONG Options,
    PIO_DRIVER_CREATE_CONTEXT DriverContext);
NTKERNELAPI void NTAPI IoRaiseHardError(PIRP Irp, PVPB Vpb, PDEVICE_OBJECT RealDeviceObject);
NTKERNELAPI BOOLEAN NTAPI IoRaiseInformationalHardError(
    NTSTATUS ErrorStatus,
    PUNICODE_STRING String,
    PKTHREAD Thread);
NTKERNELAPI NTSTATUS NTAPI IoReadDiskSignature(
    PDEVICE_OBJECT DeviceObject,
    ULONG BytesPerSector,
    PDISK_SIGNATURE Signature);
NTKERNELAPI NTSTATUS NTAPI IoReadPartitionTable(
    PDEVICE_OBJECT DeviceObject,
    ULONG SectorSize,
    BOOLEAN ReturnRecognizedPartitions,
    struct _DRIVE_LAYOUT_INFORMATION **PartitionBuffer);
NTKERNELAPI NTSTATUS NTAPI IoReadPartitionTableEx(
    PDEVICE_OBJECT DeviceObject,
    struct _DRIVE_LAYOUT_INFORMATION_EX **DriveLayout);
NTKERNELAPI PVOID NTAPI IoRegisterBootDriverCallback(
    PBOOT_DRIVER_CALLBACK_FUNCTION CallbackFunction,
    PVOID CallbackContext);
NTKERNELAPI void NTAPI IoRegisterBootDriverReinitialization(
    PDRIVER_OBJECT DriverObject,
    PDRIVER_REINITIALIZE DriverReinitializationRoutine,
    PVOID Context);
NTKERNELAPI void NTAPI IoRegisterDriverReinitialization(
    PDRIVER_OBJECT DriverObject,
    PDRIVER_REINITIALIZE DriverReinitializationRoutine,
    PVOID Context);
NTKERNELAPI NTSTATUS NTAPI IoReportDetectedDevice(
    PDRIVER_OBJECT DriverObject,
    INTERFACE_TYPE LegacyBusType,
    ULONG BusNumber,
    ULONG SlotNumber,
    PCM_RESOURCE_LIST ResourceList,
    PIO_RESOURCE_REQUIREMENTS_LIST ResourceRequirements,
    BOOLEAN ResourceAssigned,
    PDEVICE_OBJECT *DeviceObject);
NTKERNELAPI NTSTATUS NTAPI IoReportResourceForDetection(
    PDRIVER_OBJECT DriverObject,
    PCM_RESOURCE_LIST DriverList,
    ULONG DriverListSize,
    PDEVICE_OBJECT DeviceObject,
    PCM_RESOURCE_LIST DeviceList,
    ULONG DeviceListSize,
    PBOOLEAN ConflictDetected);
NTKERNELAPI NTSTATUS NTAPI IoReportResourceUsage(
    PUNICODE_STRING DriverClassName,
    PDRIVER_OBJECT DriverObject,
    PCM_RESOURCE_LIST DriverList,
    ULONG DriverListSize,
    PDEVICE_OBJECT DeviceObject,
    PCM_RESOURCE_LIST DeviceList,
    ULONG DeviceListSize,
    BOOLEAN OverrideConflict,
    PBOOLEAN ConflictDetected);
NTKERNELAPI NTSTATUS NTAPI IoReportRootDevice(PDRIVER_OBJECT DriverObject);
NTKERNELAPI NTSTATUS NTAPI IoSetActivityIdIrp(PIRP Irp, LPCGUID Guid);
NTKERNELAPI LPCGUID NTAPI IoSetActivityIdThread(LPCGUID ActivityId);
NTKERNELAPI NTSTATUS NTAPI IoSetFileObjectIgnoreSharing(PFILE_OBJECT FileObject);
NTKERNELAPI NTSTATUS NTAPI IoSetFileOrigin(PFILE_OBJECT FileObject, BOOLEAN Remote);
NTKERNELAPI NTSTATUS NTAPI IoSetFsZeroingOffset(PIRP Irp, ULONG ZeroingOffset);
NTKERNELAPI NTSTATUS NTAPI IoSetFsZeroingOffsetRequired(PIRP Irp);
NTKERNELAPI void NTAPI IoSetHardErrorOrVerifyDevice(PIRP Irp, PDEVICE_OBJECT DeviceObject);
NTKERNELAPI NTSTATUS NTAPI IoSetIrpExtraCreateParameter(
    PIRP Irp,
    struct _ECP_LIST *ExtraCreateParameter);
NTKERNELAPI void NTAPI IoSetMasterIrpStatus(PIRP MasterIrp, NTSTATUS Status);
NTKERNELAPI NTSTATUS NTAPI IoSetPartitionInformation(
    PDEVICE_OBJECT DeviceObject,
    ULONG SectorSize,
    ULONG PartitionNumber,
    ULONG PartitionType);
NTKERNELAPI NTSTATUS NTAPI IoSetPartitionInformationEx(
    PDEVICE_OBJECT DeviceObject,
    ULONG PartitionNumber,
    struct _SET_PARTITION_INFORMATION_EX *PartitionInfo);
NTKERNELAPI NTSTATUS NTAPI IoSetSystemPartition(PUNICODE_STRING VolumeNameString);
NTKERNELAPI BOOLEAN NTAPI IoSetThreadHardErrorMode(BOOLEAN EnableHardErrors);
NTKERNELAPI void NTAPI IoTransferActivityId(LPCGUID ActivityId, LPCGUID RelatedActivityId);
NTKERNELAPI BOOLEAN NTAPI IoTranslateBusAddress(
    INTERFACE_TYPE InterfaceType,
    ULONG BusNumber,
    PHYSICAL_ADDRESS BusAddress,
    PULONG AddressSpace,
    PPHYSICAL_ADDRESS TranslatedAddress);
NTKERNELAPI void NTAPI IoUnregisterBootDriverCallback(PVOID CallbackHandle);
NTKERNELAPI NTSTATUS NTAPI IoVerifyPartitionTable(PDEVICE_OBJECT DeviceObject, BOOLEAN FixErrors);
NTKERNELAPI NTSTATUS NTAPI IoVolumeDeviceNameToGuid(PUNICODE_STRING VolumeDeviceName, GUID *Guid);
NTKERNELAPI NTSTATUS NTAPI IoVolumeDeviceNameToGuidPath(
    PUNICODE_STRING VolumeDeviceName,
    PUNICODE_STRING GuidPath);
NTKERNELAPI NTSTATUS NTAPI IoVolumeDeviceToDosName(
    PVOID VolumeDeviceObject,
    PUNICODE_STRING DosName);
NTKERNELAPI NTSTATUS NTAPI IoVolumeDeviceToGuid(PVOID VolumeDeviceObject, GUID *Guid);
NTKERNELAPI NTSTATUS NTAPI IoVolumeDeviceToGuidPath(
    PVOID VolumeDeviceObject,
    PUNICODE_STRING GuidPath);
NTKERNELAPI NTSTATUS NTAPI IoWritePartitionTable(
    PDEVICE_OBJECT DeviceObject,
    ULONG SectorSize,
    ULONG SectorsPerTrack,
    ULONG NumberOfHeads,
    struct _DRIVE_LAYOUT_INFORMATION *PartitionBuffer);
NTKERNELAPI NTSTATUS NTAPI IoWritePartitionTableEx(
    PDEVICE_OBJECT DeviceObject,
    struct _DRIVE_LAYOUT_INFORMATION_EX *DriveLayout);
NTKERNELAPI void NTAPI KeBugCheck(ULONG BugCheckCode);
NTKERNELAPI NTSTATUS NTAPI KeExpandKernelStackAndCallout(
    PEXPAND_STACK_CALLOUT Callout,
    PVOID Parameter,
    SIZE_T Size);
NTKERNELAPI NTSTATUS NTAPI KeExpandKernelStackAndCalloutEx(
    PEXPAND_STACK_CALLOUT Callout,
    PVOID Parameter,
    SIZE_T Size,
    BOOLEAN Wait,
    PVOID Context);
NTKERNELAPI BOOLEAN NTAPI KeInvalidateAllCaches(void);
NTKERNELAPI void NTAPI KeInvalidateRangeAllCaches(PVOID BaseAddress, ULONG Length);
extern NTKERNELAPI ULONG KeLastBranchMSR;
extern NTKERNELAPI volatile CCHAR KeNumberProcessors;
NTKERNELAPI LONG NTAPI KePulseEvent(PRKEVENT Event, KPRIORITY Increment, BOOLEAN Wait);
NTKERNELAPI NTSTATUS NTAPI KeQueryHardwareCounterConfiguration(
    PHARDWARE_COUNTER CounterArray,
    ULONG MaximumCount,
    PULONG Count);
NTKERNELAPI LONG NTAPI KeSetBasePriorityThread(PKTHREAD Thread, LONG Increment);
NTKERNELAPI NTSTATUS NTAPI KeSetHardwareCounterConfiguration(
    PHARDWARE_COUNTER CounterArray,
    ULONG Count);
NTKERNELAPI NTSTATUS NTAPI MmAddPhysicalMemory(
    PPHYSICAL_ADDRESS StartAddress,
    PLARGE_INTEGER NumberOfBytes);
NTKERNELAPI PVOID NTAPI MmAllocateNonCachedMemory(SIZE_T NumberOfBytes);
NTKERNELAPI NTSTATUS NTAPI MmCopyMemory(
    PVOID TargetAddress,
    MM_COPY_ADDRESS SourceAddress,
    SIZE_T NumberOfBytes,
    ULONG Flags,
    PSIZE_T NumberOfBytesTransferred);
NTKERNELAPI NTSTATUS NTAPI MmCreateMirror(void);
NTKERNELAPI void NTAPI MmFreeNonCachedMemory(PVOID BaseAddress, SIZE_T NumberOfBytes);
NTKERNELAPI NTSTATUS NTAPI MmGetCacheAttribute(
    PHYSICAL_ADDRESS PhysicalAddress,
    MEMORY_CACHING_TYPE *CacheType);
NTKERNELAPI PHYSICAL_ADDRESS NTAPI MmGetPhysicalAddress(PVOID BaseAddress);
NTKERNELAPI PPHYSICAL_MEMORY_RANGE NTAPI MmGetPhysicalMemoryRanges(void);
NTKERNELAPI PPHYSICAL_MEMORY_RANGE NTAPI MmGetPhysicalMemoryRangesEx(PVOID PartitionObject);
NTKERNELAPI PVOID NTAPI MmGetVirtualForPhysical(PHYSICAL_ADDRESS PhysicalAddress);
extern NTKERNELAPI const PVOID MmHighestUserAddress;
NTKERNELAPI BOOLEAN NTAPI MmIsAddressValid(PVOID VirtualAddress);
NTKERNELAPI BOOLEAN NTAPI MmIsNonPagedSystemAddressValid(PVOID VirtualAddress);
NTKERNELAPI BOOLEAN NTAPI MmIsThisAnNtAsSystem(void);
NTKERNELAPI void NTAPI MmLockPagableSectionByHandle(PVOID ImageSectionHandle);
NTKERNELAPI NTSTATUS NTAPI MmMapUserAddressesToPage(
    PVOID BaseAddress,
    SIZE_T NumberOfBytes,
    PVOID PageAddress);
NTKERNELAPI PVOID NTAPI MmMapVideoDisplay(
    PHYSICAL_ADDRESS PhysicalAddress,
    SIZE_T NumberOfBytes,
    MEMORY_CACHING_TYPE CacheType);
NTKERNELAPI NTSTATUS NTAPI MmMapViewInSessionSpace(
    PVOID Section,
    PVOID *MappedBase,
    PSIZE_T ViewSize);
NTKERNELAPI NTSTATUS NTAPI MmMapViewInSessionSpaceEx(
    PVOID Section,
    PVOID *MappedBase,
    PSIZE_T ViewSize,
    PLARGE_INTEGER SectionOffset,
    ULONG_PTR Flags);
NTKERNELAPI NTSTATUS NTAPI MmMapViewInSystemSpace(
    PVOID Section,
    PVOID *MappedBase,
    PSIZE_T ViewSize);
NTKERNELAPI NTSTATUS NTAPI MmMapViewInSystemSpaceEx(
    PVOID Section,
    PVOID *MappedBase,
    PSIZE_T ViewSize,
    PLARGE_INTEGER SectionOffset,
    ULONG_PTR Flags);
NTKERNELAPI NTSTATUS NTAPI MmRemovePhysicalMemory(
    PPHYSICAL_ADDRESS StartAddress,
    PLARGE_INTEGER NumberOfBytes);
NTKERNELAPI NTSTATUS NTAPI MmRotatePhysicalView(
    PVOID VirtualAddress,
    PSIZE_T NumberOfBytes,
    PMDL NewMdl,
    MM_ROTATE_DIRECTION Direction,
    PMM_ROTATE_COPY_CALLBACK_FUNCTION CopyFunction,
    PVOID Context);
NTKERNELAPI HANDLE NTAPI MmSecureVirtualMemory(PVOID Address, SIZE_T Size, ULONG ProbeMode);
extern NTKERNELAPI const PVOID MmSystemRangeStart;
NTKERNELAPI void NTAPI MmUnmapVideoDisplay(PVOID BaseAddress, SIZE_T NumberOfBytes);
NTKERNELAPI NTSTATUS NTAPI MmUnmapViewInSessionSpace(PVOID MappedBase);
NTKERNELAPI NTSTATUS NTAPI MmUnmapViewInSystemSpace(PVOID MappedBase);
NTKERNELAPI void NTAPI MmUnsecureVirtualMemory(HANDLE SecureHandle);
extern NTKERNELAPI const ULONG64 MmUserProbeAddress;
NTKERNELAPI NTSTATUS NTAPI NtOpenProcess(
    PHANDLE ProcessHandle,
    ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes,
    PCLIENT_ID ClientId);
NTKERNELAPI NTSTATUS NTAPI PsAcquireSiloHardReference(PESILO Silo);
NTKERNELAPI NTSTATUS NTAPI PsAllocSiloContextSlot(ULONG_PTR Reserved, ULONG *ReturnedContextSlot);
NTKERNELAPI PESILO NTAPI PsAttachSiloToCurrentThread(PESILO Silo);
NTKERNELAPI NTSTATUS NTAPI PsCreateSiloContext(
    PESILO Silo,
    ULONG Size,
    POOL_TYPE PoolType,
    SILO_CONTEXT_CLEANUP_CALLBACK ContextCleanupCallback,
    PVOID *ReturnedSiloContext);
NTKERNELAPI void NTAPI PsDereferenceSiloContext(PVOID SiloContext);
NTKERNELAPI void NTAPI PsDetachSiloFromCurrentThread(PESILO PreviousSilo);
NTKERNELAPI NTSTATUS NTAPI PsFreeSiloContextSlot(ULONG ContextSlot);
NTKERNELAPI HANDLE NTAPI PsGetCurrentProcessId(void);
NTKERNELAPI PESILO NTAPI PsGetCurrentServerSilo(void);
NTKERNELAPI PUNICODE_STRING NTAPI PsGetCurrentServerSiloName(void);
NTKERNELAPI PESILO NTAPI PsGetCurrentSilo(void);
NTKERNELAPI HANDLE NTAPI PsGetCurrentThreadId(void);
NTKERNELAPI PVOID NTAPI PsGetCurrentThreadTeb(void);
NTKERNELAPI PESILO NTAPI PsGetEffectiveServerSilo(PESILO Silo);
NTKERNELAPI PESILO NTAPI PsGetHostSilo(void);
NTKERNELAPI NTSTATUS NTAPI PsGetJobServerSilo(PEJOB Job, PESILO *ServerSilo);
NTKERNELAPI NTSTATUS NTAPI PsGetJobSilo(PEJOB Job, PESILO *Silo);
NTKERNELAPI PESILO NTAPI PsGetParentSilo(PEJOB Job);
NTKERNELAPI NTSTATUS NTAPI PsGetPermanentSiloContext(
    PESILO Silo,
    ULONG ContextSlot,
    PVOID *ReturnedSiloContext);
NTKERNELAPI LONGLONG NTAPI PsGetProcessCreateTimeQuadPart(PEPROCESS Process);
NTKERNELAPI NTSTATUS NTAPI PsGetProcessExitStatus(PEPROCESS Process);
NTKERNELAPI HANDLE NTAPI PsGetProcessId(PEPROCESS Process);
NTKERNELAPI ULONGLONG NTAPI PsGetProcessStartKey(PEPROCESS Process);
NTKERNELAPI ULONG NTAPI PsGetServerSiloActiveConsoleId(PESILO Silo);
NTKERNELAPI ULONG NTAPI PsGetServerSiloServiceSessionId(PESILO Silo);
NTKERNELAPI NTSTATUS NTAPI PsGetSiloContext(
    PESILO Silo,
    ULONG ContextSlot,
    PVOID *ReturnedSiloContext);
NTKERNELAPI ULONG NTAPI PsGetSiloMonitorContextSlot(PSILO_MONITOR Monitor);
NTKERNELAPI LONGLONG NTAPI PsGetThreadCreateTime(PETHREAD Thread);
NTKERNELAPI NTSTATUS NTAPI PsGetThreadExitStatus(PETHREAD Thread);
NTKERNELAPI HANDLE NTAPI PsGetThreadId(PETHREAD Thread);
NTKERNELAPI HANDLE NTAPI PsGetThreadProcessId(PETHREAD Thread);
NTKERNELAPI PVOID NTAPI PsGetThreadProperty(PETHREAD Thread, ULONG_PTR Key, ULONG Flags);
extern NTKERNELAPI PEPROCESS PsInitialSystemProcess;
NTKERNELAPI NTSTATUS NTAPI PsInsertPermanentSiloContext(
    PESILO Silo,
    ULONG ContextSlot,
    PVOID SiloContext);
NTKERNELAPI NTSTATUS NTAPI PsInsertSiloContext(PESILO Silo, ULONG ContextSlot, PVOID SiloContext);
NTKERNELAPI BOOLEAN NTAPI PsIsCurrentThreadInServerSilo(void);
NTKERNELAPI BOOLEAN NTAPI PsIsCurrentThreadPrefetching(void);
NTKERNELAPI BOOLEAN NTAPI PsIsHostSilo(PESILO Silo);
extern NTKERNELAPI POBJECT_TYPE *PsJobType;
NTKERNELAPI NTSTATUS NTAPI PsMakeSiloContextPermanent(PESILO Silo, ULONG ContextSlot);
extern NTKERNELAPI POBJECT_TYPE *PsProcessType;
NTKERNELAPI void NTAPI PsReferenceSiloContext(PVOID SiloContext);
NTKERNELAPI NTSTATUS NTAPI PsRegisterSiloMonitor(
    PSILO_MONITOR_REGISTRATION Registration,
    PSILO_MONITOR *ReturnedMonitor);
NTKERNELAPI void NTAPI PsReleaseSiloHardReference(PESILO Silo);
NTKERNELAPI NTSTATUS NTAPI PsRemoveCreateThreadNotifyRoutine(
    PCREATE_THREAD_NOTIFY_ROUTINE NotifyRoutine);
NTKERNELAPI NTSTATUS NTAPI PsRemoveLoadImageNotifyRoutine(PLOAD_IMAGE_NOTIFY_ROUTINE NotifyRoutine);
NTKERNELAPI NTSTATUS NTAPI PsRemoveSiloContext(
    PESILO Silo,
    ULONG ContextSlot,
    PVOID *RemovedSiloContext);
NTKERNELAPI NTSTATUS NTAPI PsReplaceSiloContext(
    PESILO Silo,
    ULONG ContextSlot,
    PVOID NewSiloContext,
    PVOID *OldSiloContext);
NTKERNELAPI NTSTATUS NTAPI PsSetCreateProcessNotifyRoutine(
    PCREATE_PROCESS_NOTIFY_ROUTINE NotifyRoutine,
    BOOLEAN Remove);
NTKERNELAPI NTSTATUS NTAPI PsSetCreateProcessNotifyRoutineEx(
    PCREATE_PROCESS_NOTIFY_ROUTINE_EX NotifyRoutine,
    BOOLEAN Remove);
NTKERNELAPI NTSTATUS NTAPI PsSetCreateProcessNotifyRoutineEx2(
    PSCREATEPROCESSNOTIFYTYPE NotifyType,
    PVOID NotifyInformation,
    BOOLEAN Remove);
NTKERNELAPI NTSTATUS NTAPI PsSetCreateThreadNotifyRoutine(
    PCREATE_THREAD_NOTIFY_ROUTINE NotifyRoutine);
NTKERNELAPI NTSTATUS NTAPI PsSetCreateThreadNotifyRoutineEx(
    PSCREATETHREADNOTIFYTYPE NotifyType,
    PVOID NotifyInformation);
NTKERNELAPI BOOLEAN NTAPI PsSetCurrentThreadPrefetching(BOOLEAN Prefetching);
NTKERNELAPI NTSTATUS NTAPI PsSetLoadImageNotifyRoutine(PLOAD_IMAGE_NOTIFY_ROUTINE NotifyRoutine);
NTKERNELAPI NTSTATUS NTAPI PsSetLoadImageNotifyRoutineEx(
    PLOAD_IMAGE_NOTIFY_ROUTINE NotifyRoutine,
    ULONG_PTR Flags);
extern NTKERNELAPI POBJECT_TYPE *PsSiloContextNonPagedType;
extern NTKERNELAPI POBJECT_TYPE *PsSiloContextPagedType;
NTKERNELAPI NTSTATUS NTAPI PsStartSiloMonitor(PSILO_MONITOR Monitor);
NTKERNELAPI void NTAPI PsTerminateServerSilo(PESILO ServerSilo, NTSTATUS ExitStatus);
extern NTKERNELAPI POBJECT_TYPE *PsThreadType;
NTKERNELAPI void NTAPI PsUnregisterSiloMonitor(PSILO_MONITOR Monitor);
NTKERNELAPI PVOID NTAPI PshedAllocateMemory(ULONG Size);
NTKERNELAPI void NTAPI PshedFreeMemory(PVOID Address);
NTKERNELAPI BOOLEAN NTAPI PshedIsSystemWheaEnabled(void);
NTKERNELAPI NTSTATUS NTAPI PshedRegisterPlugin(PWHEA_PSHED_PLUGIN_REGISTRATION_PACKET Packet);
NTKERNELAPI BOOLEAN NTAPI PshedSynchronizeExecution(
    PWHEA_ERROR_SOURCE_DESCRIPTOR ErrorSource,
    PKSYNCHRONIZE_ROUTINE SynchronizeRoutine,
    PVOID SynchronizeContext);
NTKERNELAPI NTSTATUS NTAPI RtlCharToInteger(PCSZ String, ULONG Base, PULONG Value);
NTKERNELAPI LONG NTAPI RtlCompareString(
    const STRING *String1,
    const STRING *String2,
    BOOLEAN CaseInSensitive);
NTKERNELAPI BOOLEAN NTAPI RtlContractHashTable(PRTL_DYNAMIC_HASH_TABLE HashTable);
NTKERNELAPI void NTAPI RtlCopyString(PSTRING DestinationString, const STRING *SourceString);
NTKERNELAPI BOOLEAN NTAPI RtlCreateHashTable(
    PRTL_DYNAMIC_HASH_TABLE *HashTable,
    ULONG Shift,
    ULONG Flags);
NTKERNELAPI BOOLEAN NTAPI RtlCreateHashTableEx(
    PRTL_DYNAMIC_HASH_TABLE *HashTable,
    ULONG InitialSize,
    ULONG Shift,
    ULONG Flags);
NTKERNELAPI PRTL_SPLAY_LINKS NTAPI RtlDelete(PRTL_SPLAY_LINKS Links);
NTKERNELAPI BOOLEAN NTAPI RtlDeleteElementGenericTable(PRTL_GENERIC_TABLE Table, PVOID Buffer);
NTKERNELAPI BOOLEAN NTAPI RtlDeleteElementGenericTableAvl(PRTL_AVL_TABLE Table, PVOID Buffer);
NTKERNELAPI void NTAPI RtlDeleteElementGenericTableAvlEx(PRTL_AVL_TABLE Table, PVOID NodeOrParent);
NTKERNELAPI void NTAPI RtlDeleteHashTable(PRTL_DYNAMIC_HASH_TABLE HashTable);
NTKERNELAPI void NTAPI RtlDeleteNoSplay(PRTL_SPLAY_LINKS Links, PRTL_SPLAY_LINKS *Root);
NTKERNELAPI NTSTATUS NTAPI RtlDrainNonVolatileFlush(PVOID NvToken);
NTKERNELAPI void NTAPI RtlEndEnumerationHashTable(
    PRTL_DYNAMIC_HASH_TABLE HashTable,
    PRTL_DYNAMIC_HASH_TABLE_ENUMERATOR Enumerator);
NTKERNELAPI void NTAPI RtlEndStrongEnumerationHashTable(
    PRTL_DYNAMIC_HASH_TABLE HashTable,
    PRTL_DYNAMIC_HASH_TABLE_ENUMERATOR Enumerator);
NTKERNELAPI void NTAPI RtlEndWeakEnumerationHashTable(
    PRTL_DYNAMIC_HASH_TABLE HashTable,
    PRTL_DYNAMIC_HASH_TABLE_ENUMERATOR Enumerator);
NTKERNELAPI PRTL_DYNAMIC_HASH_TABLE_ENTRY NTAPI RtlEnumerateEntryHashTable(
    PRTL_DYNAMIC_HASH_TABLE HashTable,
    PRTL_DYNAMIC_HASH_TABLE_ENUMERATOR Enumerator);
NTKERNELAPI PVOID NTAPI RtlEnumerateGenericTable(PRTL_GENERIC_TABLE Table, BOOLEAN Restart);
NTKERNELAPI PVOID NTAPI RtlEnumerateGenericTableAvl(PRTL_AVL_TABLE Table, BOOLEAN Restart);
NTKERNELAPI PVOID NTAPI RtlEnumerateGenericTableLikeADirectory(
    PRTL_AVL_TABLE Table,
    PRTL_AVL_MATCH_FUNCTION MatchFunction,
    PVOID MatchData,
    ULONG NextFlag,
    PVOID *RestartKey,
    PULONG DeleteCount,
    PVOID Buffer);
NTKERNELAPI PVOID NTAPI RtlEnumerateGenericTableWithoutSplaying(
    PRTL_GENERIC_TABLE Table,
    PVOID *RestartKey);
NTKERNELAPI PVOID NTAPI RtlEnumerateGenericTableWithoutSplayingAvl(
    PRTL_AVL_TABLE Table,
    PVOID *RestartKey);
NTKERNELAPI BOOLEAN NTAPI RtlEqualString(
    const STRING *String1,
    const STRING *String2,
    BOOLEAN CaseInSensitive);
NTKERNELAPI BOOLEAN NTAPI RtlExpandHashTable(PRTL_DYNAMIC_HASH_TABLE HashTable);
NTKERNELAPI NTSTATUS NTAPI RtlExtendCorrelationVector(PCORRELATION_VECTOR CorrelationVector);
NTKERNELAPI NTSTATUS NTAPI RtlFlushNonVolatileMemory(
    PVOID NvToken,
    PVOID NvBuffer,
    SIZE_T Size,
    ULONG Flags);
NTKERNELAPI NTSTATUS NTAPI RtlFlushNonVolatileMemoryRanges(
    PVOID NvToken,
    PNV_MEMORY_RANGE NvRanges,
    SIZE_T NumRanges,
    ULONG Flags);
NTKERNELAPI NTSTATUS NTAPI RtlFreeNonVolatileToken(PVOID NvToken);
NTKERNELAPI ULONG NTAPI RtlGetActiveConsoleId(void);
NTKERNELAPI ULONGLONG NTAPI RtlGetConsoleSessionForegroundProcessId(void);
NTKERNELAPI PVOID NTAPI RtlGetElementGenericTable(PRTL_GENERIC_TABLE Table, ULONG I);
NTKERNELAPI PVOID NTAPI RtlGetElementGenericTableAvl(PRTL_AVL_TABLE Table, ULONG I);
NTKERNELAPI ULONG64 NTAPI RtlGetEnabledExtendedFeatures(ULONG64 FeatureMask);
NTKERNELAPI PRTL_DYNAMIC_HASH_TABLE_ENTRY NTAPI RtlGetNextEntryHashTable(
    PRTL_DYNAMIC_HASH_TABLE HashTable,
    PRTL_DYNAMIC_HASH_TABLE_CONTEXT Context);
NTKERNELAPI NTSTATUS NTAPI RtlGetNonVolatileToken(PVOID NvBuffer, SIZE_T Size, PVOID *NvToken);
NTKERNELAPI BOOLEAN NTAPI RtlGetNtProductType(PNT_PRODUCT_TYPE NtProductType);
NTKERNELAPI PCWSTR NTAPI RtlGetNtSystemRoot(void);
NTKERNELAPI BOOLEAN NTAPI RtlGetProductInfo(
    ULONG OSMajorVersion,
    ULONG OSMinorVersion,
    ULONG SpMajorVersion,
    ULONG SpMinorVersion,
    PULONG ReturnedProductType);
NTKERNELAPI ULONG NTAPI RtlGetSuiteMask(void);
NTKERNELAPI NTSTATUS NTAPI RtlIncrementCorrelationVector(PCORRELATION_VECTOR CorrelationVector);
NTKERNELAPI BOOLEAN NTAPI RtlInitEnumerationHashTable(
    PRTL_DYNAMIC_HASH_TABLE HashTable,
    PRTL_DYNAMIC_HASH_TABLE_ENUMERATOR Enumerator);
NTKERNELAPI BOOLEAN NTAPI RtlInitStrongEnumerationHashTable(
    PRTL_DYNAMIC_HASH_TABLE HashTable,
    PRTL_DYNAMIC_HASH_TABLE_ENUMERATOR Enumerator);
NTKERNELAPI BOOLEAN NTAPI RtlInitWeakEnumerationHashTable(
    PRTL_DYNAMIC_HASH_TABLE HashTable,
    PRTL_DYNAMIC_HASH_TABLE_ENUMERATOR Enumerator);
NTKERNELAPI NTSTATUS NTAPI RtlInitializeCorrelationVector(
    PCORRELATION_VECTOR CorrelationVector,
    int Version,
    const GUID *Guid);
NTKERNELAPI void NTAPI RtlInitializeGenericTable(
    PRTL_GENERIC_TABLE Table,
    PRTL_GENERIC_COMPARE_ROUTINE CompareRoutine,
    PRTL_GENERIC_ALLOCATE_ROUTINE AllocateRoutine,
    PRTL_GENERIC_FREE_ROUTINE FreeRoutine,
    PVOID TableContext);
NTKERNELAPI void NTAPI RtlInitializeGenericTableAvl(
    PRTL_AVL_TABLE Table,
    PRTL_AVL_COMPARE_ROUTINE CompareRoutine,
    PRTL_AVL_ALLOCATE_ROUTINE AllocateRoutine,
    PRTL_AVL_FREE_ROUTINE FreeRoutine,
    PVOID TableContext);
NTKERNELAPI PVOID NTAPI RtlInsertElementGenericTable(
    PRTL_GENERIC_TABLE Table,
    PVOID Buffer,
    CLONG BufferSize,
    PBOOLEAN NewElement);
NTKERNELAPI PVOID NTAPI RtlInsertElementGenericTableAvl(
    PRTL_AVL_TABLE Table,
    PVOID Buffer,
    CLONG BufferSize,
    PBOOLEAN NewElement);
NTKERNELAPI PVOID NTAPI RtlInsertElementGenericTableFull(
    PRTL_GENERIC_TABLE Table,
    PVOID Buffer,
    CLONG BufferSize,
    PBOOLEAN NewElement,
    PVOID NodeOrParent,
    TABLE_SEARCH_RESULT SearchResult);
NTKERNELAPI PVOID NTAPI RtlInsertElementGenericTableFullAvl(
    PRTL_AVL_TABLE Table,
    PVOID Buffer,
    CLONG BufferSize,
    PBOOLEAN NewElement,
    PVOID NodeOrParent,
    TABLE_SEARCH_RESULT SearchResult);
NTKERNELAPI BOOLEAN NTAPI RtlInsertEntryHashTable(
    PRTL_DYNAMIC_HASH_TABLE HashTable,
    PRTL_DYNAMIC_HASH_TABLE_ENTRY Entry,
    ULONG_PTR Signature,
    PRTL_DYNAMIC_HASH_TABLE_CONTEXT Context);
NTKERNELAPI BOOLEAN NTAPI RtlIsGenericTableEmpty(PRTL_GENERIC_TABLE Table);
NTKERNELAPI BOOLEAN NTAPI RtlIsGenericTableEmptyAvl(PRTL_AVL_TABLE Table);
NTKERNELAPI BOOLEAN NTAPI RtlIsMultiSessionSku(void);
NTKERNELAPI BOOLEAN NTAPI RtlIsMultiUsersInSessionSku(void);
NTKERNELAPI BOOLEAN NTAPI RtlIsStateSeparationEnabled(void);
NTKERNELAPI PVOID NTAPI RtlLookupElementGenericTable(PRTL_GENERIC_TABLE Table, PVOID Buffer);
NTKERNELAPI PVOID NTAPI RtlLookupElementGenericTableAvl(PRTL_AVL_TABLE Table, PVOID Buffer);
NTKERNELAPI PVOID NTAPI RtlLookupElementGenericTableFull(
    PRTL_GENERIC_TABLE Table,
    PVOID Buffer,
    PVOID *NodeOrParent,
    TABLE_SEARCH_RESULT *SearchResult);
NTKERNELAPI PVOID NTAPI RtlLookupElementGenericTableFullAvl(
    PRTL_AVL_TABLE Table,
    PVOID Buffer,
    PVOID *NodeOrParent,
    TABLE_SEARCH_RESULT *SearchResult);
NTKERNELAPI PRTL_DYNAMIC_HASH_TABLE_ENTRY NTAPI RtlLookupEntryHashTable(
    PRTL_DYNAMIC_HASH_TABLE HashTable,
    ULONG_PTR Signature,
    PRTL_DYNAMIC_HASH_TABLE_CONTEXT Context);
NTKERNELAPI PVOID NTAPI RtlLookupFirstMatchingElementGenericTableAvl(
    PRTL_AVL_TABLE Table,
    PVOID Buffer,
    PVOID *RestartKey);
NTKERNELAPI void NTAPI RtlMapGenericMask(PACCESS_MASK AccessMask, PGENERIC_MAPPING GenericMapping);
NTKERNELAPI ULONG NTAPI RtlNumberGenericTableElements(PRTL_GENERIC_TABLE Table);
NTKERNELAPI ULONG NTAPI RtlNumberGenericTableElementsAvl(PRTL_AVL_TABLE Table);
NTKERNELAPI BOOLEAN NTAPI RtlPrefixUnicodeString(
    PCUNICODE_STRING String1,
    PCUNICODE_STRING String2,
    BOOLEAN CaseInSensitive);
NTKERNELAPI PRTL_SPLAY_LINKS NTAPI RtlRealPredecessor(PRTL_SPLAY_LINKS Links);
NTKERNELAPI PRTL_SPLAY_LINKS NTAPI RtlRealSuccessor(PRTL_SPLAY_LINKS Links);
NTKERNELAPI BOOLEAN NTAPI RtlRemoveEntryHashTable(
    PRTL_DYNAMIC_HASH_TABLE HashTable,
    PRTL_DYNAMIC_HASH_TABLE_ENTRY Entry,
    PRTL_DYNAMIC_HASH_TABLE_CONTEXT Context);
NTKERNELAPI NTSTATUS NTAPI RtlRunOnceBeginInitialize(
    PRTL_RUN_ONCE RunOnce,
    ULONG Flags,
    PVOID *Context);
NTKERNELAPI NTSTATUS NTAPI RtlRunOnceComplete(PRTL_RUN_ONCE RunOnce, ULONG Flags, PVOID Context);
NTKERNELAPI NTSTATUS NTAPI RtlRunOnceExecuteOnce(
    PRTL_RUN_ONCE RunOnce,
    PRTL_RUN_ONCE_INIT_FN InitFn,
    PVOID Parameter,
    PVOID *Context);
NTKERNELAPI void NTAPI RtlRunOnceInitialize(PRTL_RUN_ONCE RunOnce);
NTKERNELAPI PRTL_SPLAY_LINKS NTAPI RtlSplay(PRTL_SPLAY_LINKS Links);
NTKERNELAPI PRTL_DYNAMIC_HASH_TABLE_ENTRY NTAPI RtlStronglyEnumerateEntryHashTable(
    PRTL_DYNAMIC_HASH_TABLE HashTable,
    PRTL_DYNAMIC_HASH_TABLE_ENUMERATOR Enumerator);
NTKERNELAPI PRTL_SPLAY_LINKS NTAPI RtlSubtreePredecessor(PRTL_SPLAY_LINKS Links);
NTKERNELAPI PRTL_SPLAY_LINKS NTAPI RtlSubtreeSuccessor(PRTL_SPLAY_LINKS Links);
NTKERNELAPI BOOLEAN NTAPI RtlSuffixUnicodeString(
    PCUNICODE_STRING String1,
    PCUNICODE_STRING String2,
    BOOLEAN CaseInSensitive);
NTKERNELAPI NTSTATUS NTAPI RtlUpcaseUnicodeString(
    PUNICODE_STRING DestinationString,
    PCUNICODE_STRING SourceString,
    BOOLEAN AllocateDestinationString);
NTKERNELAPI CHAR NTAPI RtlUpperChar(CHAR Character);
NTKERNELAPI void NTAPI RtlUpperString(PSTRING DestinationString, const STRING *SourceString);
NTKERNELAPI NTSTATUS NTAPI RtlValidateCorrelationVector(PCORRELATION_VECTOR Vector);
NTKERNELAPI NTSTATUS NTAPI RtlVolumeDeviceToDosName(
    PVOID VolumeDeviceObject,
    PUNICODE_STRING DosName);
NTKERNELAPI ULONG NTAPI RtlWalkFrameChain(PVOID *Callers, ULONG Count, ULONG Flags);
NTKERNELAPI PRTL_DYNAMIC_HASH_TABLE_ENTRY NTAPI RtlWeaklyEnumerateEntryHashTable(
    PRTL_DYNAMIC_HASH_TABLE HashTable,
    PRTL_DYNAMIC_HASH_TABLE_ENUMERATOR Enumerator);
NTKERNELAPI NTSTATUS NTAPI RtlWriteNonVolatileMemory(
    PVOID NvToken,
    __unaligned void *NvDestination,
    __unaligned void *Source,
    SIZE_T Size,
    ULONG Flags);
NTKERNELAPI BOOLEAN NTAPI SeSinglePrivilegeCheck(LUID PrivilegeValue, KPROCESSOR_MODE PreviousMode);
NTKERNELAPI NTSTATUS NTAPI WheaRegisterInUsePageOfflineNotification(
    PFN_IN_USE_PAGE_OFFLINE_NOTIFY Callback,
    PVOID Context);
NTKERNELAPI NTSTATUS NTAPI WheaUnregisterInUsePageOfflineNotification(
    PFN_IN_USE_PAGE_OFFLINE_NOTIFY Callback);
NTKERNELAPI NTSTATUS NTAPI ZwAllocateLocallyUniqueId(PLUID Luid);
NTKERNELAPI NTSTATUS NTAPI ZwCancelTimer(HANDLE TimerHandle, PBOOLEAN CurrentState);
NTKERNELAPI NTSTATUS NTAPI ZwCreateTimer(
    PHANDLE TimerHandle,
    ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes,
    TIMER_TYPE TimerType);
NTKERNELAPI NTSTATUS NTAPI ZwDeviceIoControlFile(
    HANDLE FileHandle,
    HANDLE Event,
    PIO_APC_ROUTINE ApcRoutine,
    PVOID ApcContext,
    PIO_STATUS_BLOCK IoStatusBlock,
    ULONG IoControlCode,
    PVOID InputBuffer,
    ULONG InputBufferLength,
    PVOID OutputBuffer,
    ULONG OutputBufferLength);
NTKERNELAPI NTSTATUS NTAPI ZwDisplayString(PUNICODE_STRING String);
NTKERNELAPI NTSTATUS NTAPI ZwOpenProcess(
    PHANDLE ProcessHandle,
    ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes,
    PCLIENT_ID ClientId);
NTKERNELAPI NTSTATUS NTAPI ZwOpenTimer(
    PHANDLE TimerHandle,
    ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes);
NTKERNELAPI NTSTATUS NTAPI ZwPowerInformation(
    POWER_INFORMATION_LEVEL InformationLevel,
    PVOID InputBuffer,
    ULONG InputBufferLength,
    PVOID OutputBuffer,
    ULONG OutputBufferLength);
NTKERNELAPI NTSTATUS NTAPI ZwQueryVolumeInformationFile(
    HANDLE FileHandle,
    PIO_STATUS_BLOCK IoStatusBlock,
    PVOID FsInformation,
    ULONG Length,
    FS_INFORMATION_CLASS FsInformationClass);
NTKERNELAPI NTSTATUS NTAPI ZwSetInformationThread(
    HANDLE ThreadHandle,
    THREADINFOCLASS ThreadInformationClass,
    PVOID ThreadInformation,
    ULONG ThreadInformationLength);
NTKERNELAPI NTSTATUS NTAPI ZwSetTimer(
    HANDLE TimerHandle,
    PLARGE_INTEGER DueTime,
    PTIMER_APC_ROUTINE TimerApcRoutine,
    PVOID TimerContext,
    BOOLEAN ResumeTimer,
    LONG Period,
    PBOOLEAN PreviousState);
NTKERNELAPI NTSTATUS NTAPI ZwSetTimerEx(
    HANDLE TimerHandle,
    TIMER_SET_INFORMATION_CLASS TimerSetInformationClass,
    PVOID TimerSetInformation,
    ULONG TimerSetInformationLength);
NTKERNELAPI NTSTATUS NTAPI ZwTerminateProcess(HANDLE ProcessHandle, NTSTATUS ExitStatus);
#include <ntddk/inline.h>
#define ExAcquireResourceExclusive ExAcquireResourceExclusiveLite
#define ExAcquireResourceShared ExAcquireResourceSharedLite
#define ExConvertExclusiveToShared ExConvertExclusiveToSharedLite
#define ExDeleteResource ExDeleteResourceLite
#define ExInitializeResource ExInitializeResourceLite
#define ExIsResourceAcquired ExIsResourceAcquiredSharedLite
#define ExIsResourceAcquiredExclusive ExIsResourceAcquiredExclusiveLite
#define ExIsResourceAcquiredShared ExIsResourceAcquiredSharedLite
#define ExReleaseResourceForThread ExReleaseResourceForThreadLite
#define PsGetCurrentProcess IoGetCurrentProcess

#endif
