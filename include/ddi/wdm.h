/* wdm.h: generated draft */
#ifndef FLUE_DDI_WDM_H
#define FLUE_DDI_WDM_H

#include <ntdef.h>
#include <ntstatus.h>
#include <bugcodes.h>
#include <ntiologc.h>
#include <ktmtypes.h>
#include <evntprov.h>
#include <devpropdef.h>
#include <dpfilter.h>
#include <devioctl.h>

/* hand: SharedUserData SharedInterruptTime SharedSystemTime SharedTickCount YieldProcessor */
/* The page every process and the kernel see: KUSER_SHARED_DATA, at the address drivers have compiled in. */
#define SharedUserData ((KUSER_SHARED_DATA *const)0xFFFFF78000000000ULL)
#define SharedInterruptTime (0xFFFFF78000000008ULL)
#define SharedSystemTime (0xFFFFF78000000014ULL)
#define SharedTickCount (0xFFFFF78000000320ULL)

#define DISPATCH_LEVEL                                          2
#define APC_LEVEL                                               1
#define PASSIVE_LEVEL                                           0
#define HIGH_LEVEL                                              15
#define LOW_LEVEL                                               0
#define CMCI_LEVEL                                              5
#define CLOCK_LEVEL                                             13
#define IPI_LEVEL                                               14
#define DRS_LEVEL                                               14
#define POWER_LEVEL                                             14
#define PROFILE_LEVEL                                           15
#define LOW_PRIORITY                                            0
#define LOW_REALTIME_PRIORITY                                   0x10
#define HIGH_PRIORITY                                           31
#define MAXIMUM_PRIORITY                                        0x20
#define MAXIMUM_WAIT_OBJECTS                                    0x40
#define MAXIMUM_SUSPEND_COUNT                                   127
#define LOCK_QUEUE_WAIT                                         1
#define LOCK_QUEUE_WAIT_BIT                                     0
#define LOCK_QUEUE_OWNER                                        2
#define LOCK_QUEUE_OWNER_BIT                                    1
#define LockQueueUnusedSpare0                                   0
#define LockQueueUnusedSpare1                                   1
#define LockQueueUnusedSpare2                                   2
#define LockQueueUnusedSpare3                                   3
#define LockQueueVacbLock                                       4
#define LockQueueMasterLock                                     5
#define LockQueueNonPagedPoolLock                               6
#define LockQueueIoCancelLock                                   7
#define LockQueueUnusedSpare8                                   8
#define LockQueueIoVpbLock                                      9
#define LockQueueIoDatabaseLock                                 10
#define LockQueueIoCompletionLock                               11
#define LockQueueNtfsStructLock                                 12
#define LockQueueAfdWorkQueueLock                               13
#define LockQueueBcbLock                                        14
#define LockQueueUnusedSpare15                                  15
#define LockQueueUnusedSpare16                                  0x10
#define LockQueueMaximumLock                                    17
#define DPC_WATCHDOG_GLOBAL_TRIAGE_BLOCK_SIGNATURE              0xAEBECEDE
#define DPC_WATCHDOG_GLOBAL_TRIAGE_BLOCK_VER_1_SIZE             ((ULONGLONG)16)
#define PF_TEMPORAL_LEVEL_1                                     1
#define PF_TEMPORAL_LEVEL_2                                     2
#define PF_TEMPORAL_LEVEL_3                                     3
#define PF_NON_TEMPORAL_LEVEL_ALL                               0
#define KI_USER_SHARED_DATA                                     0xFFFFF78000000000ULL
#define DELETE                                                  0x00010000
#define READ_CONTROL                                            0x00020000
#define WRITE_DAC                                               0x00040000
#define WRITE_OWNER                                             0x00080000
#define SYNCHRONIZE                                             0x00100000
#define STANDARD_RIGHTS_REQUIRED                                0x000F0000
#define STANDARD_RIGHTS_READ                                    0x00020000
#define STANDARD_RIGHTS_WRITE                                   0x00020000
#define STANDARD_RIGHTS_EXECUTE                                 0x00020000
#define STANDARD_RIGHTS_ALL                                     0x001F0000
#define SPECIFIC_RIGHTS_ALL                                     0x0000FFFF
#define ACCESS_SYSTEM_SECURITY                                  0x01000000
#define MAXIMUM_ALLOWED                                         0x02000000
#define GENERIC_READ                                            0x80000000
#define GENERIC_WRITE                                           0x40000000
#define GENERIC_EXECUTE                                         0x20000000
#define GENERIC_ALL                                             0x10000000
#define ACL_REVISION                                            2
#define ACL_REVISION_DS                                         4
#define ACL_REVISION1                                           1
#define MIN_ACL_REVISION                                        2
#define ACL_REVISION2                                           2
#define ACL_REVISION3                                           3
#define ACL_REVISION4                                           4
#define MAX_ACL_REVISION                                        4
#define SECURITY_DESCRIPTOR_REVISION                            1
#define SECURITY_DESCRIPTOR_REVISION1                           1
#define SE_PRIVILEGE_ENABLED_BY_DEFAULT                         1
#define SE_PRIVILEGE_ENABLED                                    2
#define SE_PRIVILEGE_REMOVED                                    4
#define SE_PRIVILEGE_USED_FOR_ACCESS                            0x80000000
#define SE_PRIVILEGE_VALID_ATTRIBUTES                           0x80000007
#define PRIVILEGE_SET_ALL_NECESSARY                             1
#define SE_MIN_WELL_KNOWN_PRIVILEGE                             2
#define SE_CREATE_TOKEN_PRIVILEGE                               2
#define SE_ASSIGNPRIMARYTOKEN_PRIVILEGE                         3
#define SE_LOCK_MEMORY_PRIVILEGE                                4
#define SE_INCREASE_QUOTA_PRIVILEGE                             5
#define SE_MACHINE_ACCOUNT_PRIVILEGE                            6
#define SE_TCB_PRIVILEGE                                        7
#define SE_SECURITY_PRIVILEGE                                   8
#define SE_TAKE_OWNERSHIP_PRIVILEGE                             9
#define SE_LOAD_DRIVER_PRIVILEGE                                10
#define SE_SYSTEM_PROFILE_PRIVILEGE                             11
#define SE_SYSTEMTIME_PRIVILEGE                                 12
#define SE_PROF_SINGLE_PROCESS_PRIVILEGE                        13
#define SE_INC_BASE_PRIORITY_PRIVILEGE                          14
#define SE_CREATE_PAGEFILE_PRIVILEGE                            15
#define SE_CREATE_PERMANENT_PRIVILEGE                           0x10
#define SE_BACKUP_PRIVILEGE                                     17
#define SE_RESTORE_PRIVILEGE                                    18
#define SE_SHUTDOWN_PRIVILEGE                                   19
#define SE_DEBUG_PRIVILEGE                                      20
#define SE_AUDIT_PRIVILEGE                                      21
#define SE_SYSTEM_ENVIRONMENT_PRIVILEGE                         22
#define SE_CHANGE_NOTIFY_PRIVILEGE                              23
#define SE_REMOTE_SHUTDOWN_PRIVILEGE                            24
#define SE_UNDOCK_PRIVILEGE                                     25
#define SE_SYNC_AGENT_PRIVILEGE                                 26
#define SE_ENABLE_DELEGATION_PRIVILEGE                          27
#define SE_MANAGE_VOLUME_PRIVILEGE                              28
#define SE_IMPERSONATE_PRIVILEGE                                29
#define SE_CREATE_GLOBAL_PRIVILEGE                              30
#define SE_TRUSTED_CREDMAN_ACCESS_PRIVILEGE                     31
#define SE_RELABEL_PRIVILEGE                                    0x20
#define SE_INC_WORKING_SET_PRIVILEGE                            33
#define SE_TIME_ZONE_PRIVILEGE                                  34
#define SE_CREATE_SYMBOLIC_LINK_PRIVILEGE                       35
#define SE_DELEGATE_SESSION_USER_IMPERSONATE_PRIVILEGE          36
#define SE_MAX_WELL_KNOWN_PRIVILEGE                             36
#define SECURITY_MAX_IMPERSONATION_LEVEL                        3
#define SECURITY_MIN_IMPERSONATION_LEVEL                        0
#define DEFAULT_IMPERSONATION_LEVEL                             2
#define SECURITY_DYNAMIC_TRACKING                               1
#define SECURITY_STATIC_TRACKING                                0
#define OWNER_SECURITY_INFORMATION                              1
#define GROUP_SECURITY_INFORMATION                              2
#define DACL_SECURITY_INFORMATION                               4
#define SACL_SECURITY_INFORMATION                               8
#define LABEL_SECURITY_INFORMATION                              0x10
#define ATTRIBUTE_SECURITY_INFORMATION                          0x20
#define SCOPE_SECURITY_INFORMATION                              0x40
#define PROCESS_TRUST_LABEL_SECURITY_INFORMATION                0x80
#define ACCESS_FILTER_SECURITY_INFORMATION                      0x00000100
#define BACKUP_SECURITY_INFORMATION                             0x00010000
#define PROTECTED_DACL_SECURITY_INFORMATION                     0x80000000
#define PROTECTED_SACL_SECURITY_INFORMATION                     0x40000000
#define UNPROTECTED_DACL_SECURITY_INFORMATION                   0x20000000
#define UNPROTECTED_SACL_SECURITY_INFORMATION                   0x10000000
#define SE_ADT_OBJECT_ONLY                                      1
#define SE_MAX_AUDIT_PARAMETERS                                 0x20
#define SE_MAX_GENERIC_AUDIT_PARAMETERS                         28
#define SE_ADT_PARAMETERS_SELF_RELATIVE                         1
#define SE_ADT_PARAMETERS_SEND_TO_LSA                           2
#define SE_ADT_PARAMETER_EXTENSIBLE_AUDIT                       4
#define SE_ADT_PARAMETER_GENERIC_AUDIT                          8
#define SE_ADT_PARAMETER_WRITE_SYNCHRONOUS                      0x10
#define FILE_READ_DATA                                          1
#define FILE_LIST_DIRECTORY                                     1
#define FILE_WRITE_DATA                                         2
#define FILE_ADD_FILE                                           2
#define FILE_APPEND_DATA                                        4
#define FILE_ADD_SUBDIRECTORY                                   4
#define FILE_CREATE_PIPE_INSTANCE                               4
#define FILE_READ_EA                                            8
#define FILE_WRITE_EA                                           0x10
#define FILE_EXECUTE                                            0x20
#define FILE_TRAVERSE                                           0x20
#define FILE_DELETE_CHILD                                       0x40
#define FILE_READ_ATTRIBUTES                                    0x80
#define FILE_WRITE_ATTRIBUTES                                   0x00000100
#define FILE_ALL_ACCESS                                         0x001F01FF
#define FILE_GENERIC_READ                                       0x00120089
#define FILE_GENERIC_WRITE                                      0x00120116
#define FILE_GENERIC_EXECUTE                                    0x001200A0
#define FILE_SHARE_READ                                         1
#define FILE_SHARE_WRITE                                        2
#define FILE_SHARE_DELETE                                       4
#define FILE_SHARE_VALID_FLAGS                                  7
#define FILE_ATTRIBUTE_READONLY                                 1
#define FILE_ATTRIBUTE_HIDDEN                                   2
#define FILE_ATTRIBUTE_SYSTEM                                   4
#define FILE_ATTRIBUTE_DIRECTORY                                0x10
#define FILE_ATTRIBUTE_ARCHIVE                                  0x20
#define FILE_ATTRIBUTE_DEVICE                                   0x40
#define FILE_ATTRIBUTE_NORMAL                                   0x80
#define FILE_ATTRIBUTE_TEMPORARY                                0x00000100
#define FILE_ATTRIBUTE_SPARSE_FILE                              0x00000200
#define FILE_ATTRIBUTE_REPARSE_POINT                            0x00000400
#define FILE_ATTRIBUTE_COMPRESSED                               0x00000800
#define FILE_ATTRIBUTE_OFFLINE                                  0x00001000
#define FILE_ATTRIBUTE_NOT_CONTENT_INDEXED                      0x00002000
#define FILE_ATTRIBUTE_ENCRYPTED                                0x00004000
#define FILE_ATTRIBUTE_INTEGRITY_STREAM                         0x00008000
#define FILE_ATTRIBUTE_VIRTUAL                                  0x00010000
#define FILE_ATTRIBUTE_NO_SCRUB_DATA                            0x00020000
#define FILE_ATTRIBUTE_EA                                       0x00040000
#define FILE_ATTRIBUTE_PINNED                                   0x00080000
#define FILE_ATTRIBUTE_UNPINNED                                 0x00100000
#define FILE_ATTRIBUTE_RECALL_ON_OPEN                           0x00040000
#define FILE_ATTRIBUTE_RECALL_ON_DATA_ACCESS                    0x00400000
#define TREE_CONNECT_ATTRIBUTE_PRIVACY                          0x00004000
#define TREE_CONNECT_ATTRIBUTE_INTEGRITY                        0x00008000
#define TREE_CONNECT_ATTRIBUTE_GLOBAL                           4
#define FILE_ATTRIBUTE_STRICTLY_SEQUENTIAL                      0x20000000
#define FILE_ATTRIBUTE_VALID_FLAGS                              0x005AFFB7
#define FILE_ATTRIBUTE_VALID_SET_FLAGS                          0x001A31A7
#define FILE_ATTRIBUTE_VALID_KERNEL_SET_FLAGS                   0x005A31A7
#define FILE_SUPERSEDE                                          0
#define FILE_OPEN                                               1
#define FILE_CREATE                                             2
#define FILE_OPEN_IF                                            3
#define FILE_OVERWRITE                                          4
#define FILE_OVERWRITE_IF                                       5
#define FILE_MAXIMUM_DISPOSITION                                5
#define FILE_DIRECTORY_FILE                                     1
#define FILE_WRITE_THROUGH                                      2
#define FILE_SEQUENTIAL_ONLY                                    4
#define FILE_NO_INTERMEDIATE_BUFFERING                          8
#define FILE_SYNCHRONOUS_IO_ALERT                               0x10
#define FILE_SYNCHRONOUS_IO_NONALERT                            0x20
#define FILE_NON_DIRECTORY_FILE                                 0x40
#define FILE_CREATE_TREE_CONNECTION                             0x80
#define FILE_COMPLETE_IF_OPLOCKED                               0x00000100
#define FILE_NO_EA_KNOWLEDGE                                    0x00000200
#define FILE_OPEN_REMOTE_INSTANCE                               0x00000400
#define FILE_RANDOM_ACCESS                                      0x00000800
#define FILE_DELETE_ON_CLOSE                                    0x00001000
#define FILE_OPEN_BY_FILE_ID                                    0x00002000
#define FILE_OPEN_FOR_BACKUP_INTENT                             0x00004000
#define FILE_NO_COMPRESSION                                     0x00008000
#define FILE_OPEN_REQUIRING_OPLOCK                              0x00010000
#define FILE_DISALLOW_EXCLUSIVE                                 0x00020000
#define FILE_SESSION_AWARE                                      0x00040000
#define FILE_RESERVE_OPFILTER                                   0x00100000
#define FILE_OPEN_REPARSE_POINT                                 0x00200000
#define FILE_OPEN_NO_RECALL                                     0x00400000
#define FILE_OPEN_FOR_FREE_SPACE_QUERY                          0x00800000
#define FILE_VALID_OPTION_FLAGS                                 0x00FFFFFF
#define FILE_VALID_PIPE_OPTION_FLAGS                            0x00000032
#define FILE_VALID_MAILSLOT_OPTION_FLAGS                        0x00000032
#define FILE_VALID_SET_FLAGS                                    0x00000036
#define FILE_SUPERSEDED                                         0
#define FILE_OPENED                                             1
#define FILE_CREATED                                            2
#define FILE_OVERWRITTEN                                        3
#define FILE_EXISTS                                             4
#define FILE_DOES_NOT_EXIST                                     5
#define FILE_WRITE_TO_END_OF_FILE                               0xFFFFFFFF
#define FILE_USE_FILE_POINTER_POSITION                          0xFFFFFFFE
#define FILE_BYTE_ALIGNMENT                                     0
#define FILE_WORD_ALIGNMENT                                     1
#define FILE_LONG_ALIGNMENT                                     3
#define FILE_QUAD_ALIGNMENT                                     7
#define FILE_OCTA_ALIGNMENT                                     15
#define FILE_32_BYTE_ALIGNMENT                                  31
#define FILE_64_BYTE_ALIGNMENT                                  63
#define FILE_128_BYTE_ALIGNMENT                                 127
#define FILE_256_BYTE_ALIGNMENT                                 255
#define FILE_512_BYTE_ALIGNMENT                                 0x000001FF
#define MAXIMUM_FILENAME_LENGTH                                 0x00000100
#define FILE_REMOVABLE_MEDIA                                    1
#define FILE_READ_ONLY_DEVICE                                   2
#define FILE_FLOPPY_DISKETTE                                    4
#define FILE_WRITE_ONCE_MEDIA                                   8
#define FILE_REMOTE_DEVICE                                      0x10
#define FILE_DEVICE_IS_MOUNTED                                  0x20
#define FILE_VIRTUAL_VOLUME                                     0x40
#define FILE_AUTOGENERATED_DEVICE_NAME                          0x80
#define FILE_DEVICE_SECURE_OPEN                                 0x00000100
#define FILE_CHARACTERISTIC_PNP_DEVICE                          0x00000800
#define FILE_CHARACTERISTIC_TS_DEVICE                           0x00001000
#define FILE_CHARACTERISTIC_WEBDAV_DEVICE                       0x00002000
#define FILE_CHARACTERISTIC_CSV                                 0x00010000
#define FILE_DEVICE_ALLOW_APPCONTAINER_TRAVERSAL                0x00020000
#define FILE_PORTABLE_DEVICE                                    0x00040000
#define IO_SESSION_STATE_ALL_EVENTS                             0xFFFFFFFF
#define IO_SESSION_STATE_CREATION_EVENT                         1
#define IO_SESSION_STATE_TERMINATION_EVENT                      2
#define IO_SESSION_STATE_CONNECT_EVENT                          4
#define IO_SESSION_STATE_DISCONNECT_EVENT                       8
#define IO_SESSION_STATE_LOGON_EVENT                            0x10
#define IO_SESSION_STATE_LOGOFF_EVENT                           0x20
#define IO_SESSION_STATE_VALID_EVENT_MASK                       0x0000003F
#define IO_SESSION_MAX_PAYLOAD_SIZE                             0x00000100
#define FILE_SKIP_COMPLETION_PORT_ON_SUCCESS                    1
#define FILE_SKIP_SET_EVENT_ON_HANDLE                           2
#define FILE_SKIP_SET_USER_EVENT_ON_FAST_IO                     4
#define FLUSH_FLAGS_FILE_DATA_ONLY                              1
#define FLUSH_FLAGS_NO_SYNC                                     2
#define FLUSH_FLAGS_FILE_DATA_SYNC_ONLY                         4
#define ERROR_LOG_LIMIT_SIZE                                    240
#define IO_ERROR_LOG_MESSAGE_HEADER_LENGTH                      ((ULONGLONG)104)
#define ERROR_LOG_MESSAGE_LIMIT_SIZE                            0x00000158ULL
#define IO_ERROR_LOG_MESSAGE_LENGTH                             0x00000158ULL
#define ERROR_LOG_MAXIMUM_SIZE                                  ((ULONGLONG)240)
#define PORT_MAXIMUM_MESSAGE_LENGTH                             0x00000200
#define KEY_QUERY_VALUE                                         1
#define KEY_SET_VALUE                                           2
#define KEY_CREATE_SUB_KEY                                      4
#define KEY_ENUMERATE_SUB_KEYS                                  8
#define KEY_NOTIFY                                              0x10
#define KEY_CREATE_LINK                                         0x20
#define KEY_WOW64_32KEY                                         0x00000200
#define KEY_WOW64_64KEY                                         0x00000100
#define KEY_WOW64_RES                                           0x00000300
#define KEY_READ                                                0x00020019
#define KEY_WRITE                                               0x00020006
#define KEY_EXECUTE                                             0x00020019
#define KEY_ALL_ACCESS                                          0x000F003F
#define REG_OPTION_RESERVED                                     0
#define REG_OPTION_NON_VOLATILE                                 0
#define REG_OPTION_VOLATILE                                     1
#define REG_OPTION_CREATE_LINK                                  2
#define REG_OPTION_BACKUP_RESTORE                               4
#define REG_OPTION_OPEN_LINK                                    8
#define REG_OPTION_DONT_VIRTUALIZE                              0x10
#define REG_LEGAL_OPTION                                        31
#define REG_OPEN_LEGAL_OPTION                                   28
#define REG_CREATED_NEW_KEY                                     1
#define REG_OPENED_EXISTING_KEY                                 2
#define REG_STANDARD_FORMAT                                     1
#define REG_LATEST_FORMAT                                       2
#define REG_NO_COMPRESSION                                      4
#define REG_WHOLE_HIVE_VOLATILE                                 1
#define REG_REFRESH_HIVE                                        2
#define REG_NO_LAZY_FLUSH                                       4
#define REG_FORCE_RESTORE                                       8
#define REG_APP_HIVE                                            0x10
#define REG_PROCESS_PRIVATE                                     0x20
#define REG_START_JOURNAL                                       0x40
#define REG_HIVE_EXACT_FILE_GROWTH                              0x80
#define REG_HIVE_NO_RM                                          0x00000100
#define REG_HIVE_SINGLE_LOG                                     0x00000200
#define REG_BOOT_HIVE                                           0x00000400
#define REG_LOAD_HIVE_OPEN_HANDLE                               0x00000800
#define REG_FLUSH_HIVE_FILE_GROWTH                              0x00001000
#define REG_OPEN_READ_ONLY                                      0x00002000
#define REG_IMMUTABLE                                           0x00004000
#define REG_APP_HIVE_OPEN_READ_ONLY                             0x00002000
#define REG_FORCE_UNLOAD                                        1
#define REG_UNLOAD_LEGAL_FLAGS                                  1
#define REG_NOTIFY_CHANGE_NAME                                  1
#define REG_NOTIFY_CHANGE_ATTRIBUTES                            2
#define REG_NOTIFY_CHANGE_LAST_SET                              4
#define REG_NOTIFY_CHANGE_SECURITY                              8
#define REG_NOTIFY_THREAD_AGNOSTIC                              0x10000000
#define REG_LEGAL_CHANGE_FILTER                                 0x1000000F
#define OBJ_NAME_PATH_SEPARATOR                                 92
#define OBJECT_TYPE_CREATE                                      1
#define OBJECT_TYPE_ALL_ACCESS                                  0x000F0001
#define DIRECTORY_QUERY                                         1
#define DIRECTORY_TRAVERSE                                      2
#define DIRECTORY_CREATE_OBJECT                                 4
#define DIRECTORY_CREATE_SUBDIRECTORY                           8
#define DIRECTORY_ALL_ACCESS                                    0x000F000F
#define SYMBOLIC_LINK_QUERY                                     1
#define SYMBOLIC_LINK_SET                                       2
#define SYMBOLIC_LINK_ALL_ACCESS                                0x000F0001
#define SYMBOLIC_LINK_ALL_ACCESS_EX                             0x000FFFFF
#define DUPLICATE_CLOSE_SOURCE                                  1
#define DUPLICATE_SAME_ACCESS                                   2
#define DUPLICATE_SAME_ATTRIBUTES                               4
#define SECTION_QUERY                                           1
#define SECTION_MAP_WRITE                                       2
#define SECTION_MAP_READ                                        4
#define SECTION_MAP_EXECUTE                                     8
#define SECTION_EXTEND_SIZE                                     0x10
#define SECTION_MAP_EXECUTE_EXPLICIT                            0x20
#define SECTION_ALL_ACCESS                                      0x000F001F
#define SESSION_QUERY_ACCESS                                    1
#define SESSION_MODIFY_ACCESS                                   2
#define SESSION_ALL_ACCESS                                      0x000F0003
#define SEGMENT_ALL_ACCESS                                      0x000F001F
#define PAGE_NOACCESS                                           1
#define PAGE_READONLY                                           2
#define PAGE_READWRITE                                          4
#define PAGE_WRITECOPY                                          8
#define PAGE_EXECUTE                                            0x10
#define PAGE_EXECUTE_READ                                       0x20
#define PAGE_EXECUTE_READWRITE                                  0x40
#define PAGE_EXECUTE_WRITECOPY                                  0x80
#define PAGE_GUARD                                              0x00000100
#define PAGE_NOCACHE                                            0x00000200
#define PAGE_WRITECOMBINE                                       0x00000400
#define PAGE_REVERT_TO_FILE_MAP                                 0x80000000
#define PAGE_ENCLAVE_THREAD_CONTROL                             0x80000000
#define PAGE_TARGETS_NO_UPDATE                                  0x40000000
#define PAGE_TARGETS_INVALID                                    0x40000000
#define PAGE_ENCLAVE_UNVALIDATED                                0x20000000
#define PAGE_ENCLAVE_NO_CHANGE                                  0x20000000
#define MEM_COMMIT                                              0x00001000
#define MEM_RESERVE                                             0x00002000
#define MEM_DECOMMIT                                            0x00004000
#define MEM_RELEASE                                             0x00008000
#define MEM_FREE                                                0x00010000
#define MEM_PRIVATE                                             0x00020000
#define MEM_MAPPED                                              0x00040000
#define MEM_RESET                                               0x00080000
#define MEM_TOP_DOWN                                            0x00100000
#define MEM_RESET_UNDO                                          0x01000000
#define MEM_LARGE_PAGES                                         0x20000000
#define MEM_4MB_PAGES                                           0x80000000
#define SEC_64K_PAGES                                           0x00080000
#define SEC_FILE                                                0x00800000
#define SEC_RESERVE                                             0x04000000
#define SEC_COMMIT                                              0x08000000
#define SEC_LARGE_PAGES                                         0x80000000
#define PROCESS_DUP_HANDLE                                      0x40
#define PROCESS_ALL_ACCESS                                      0x001FFFFF
#define THREAD_TERMINATE                                        1
#define THREAD_SUSPEND_RESUME                                   2
#define THREAD_ALERT                                            4
#define THREAD_GET_CONTEXT                                      8
#define THREAD_SET_CONTEXT                                      0x10
#define THREAD_SET_INFORMATION                                  0x20
#define THREAD_SET_LIMITED_INFORMATION                          0x00000400
#define THREAD_QUERY_LIMITED_INFORMATION                        0x00000800
#define THREAD_RESUME                                           0x00001000
#define THREAD_ALL_ACCESS                                       0x001FFFFF
#define POWERBUTTON_ACTION_INDEX_NOTHING                        0
#define POWERBUTTON_ACTION_INDEX_SLEEP                          1
#define POWERBUTTON_ACTION_INDEX_HIBERNATE                      2
#define POWERBUTTON_ACTION_INDEX_SHUTDOWN                       3
#define POWERBUTTON_ACTION_INDEX_TURN_OFF_THE_DISPLAY           4
#define POWERBUTTON_ACTION_VALUE_NOTHING                        0
#define POWERBUTTON_ACTION_VALUE_SLEEP                          2
#define POWERBUTTON_ACTION_VALUE_HIBERNATE                      3
#define POWERBUTTON_ACTION_VALUE_SHUTDOWN                       6
#define POWERBUTTON_ACTION_VALUE_TURN_OFF_THE_DISPLAY           8
#define PERFSTATE_POLICY_CHANGE_IDEAL                           0
#define PERFSTATE_POLICY_CHANGE_SINGLE                          1
#define PERFSTATE_POLICY_CHANGE_ROCKET                          2
#define PERFSTATE_POLICY_CHANGE_IDEAL_AGGRESSIVE                3
#define PERFSTATE_POLICY_CHANGE_DECREASE_MAX                    2
#define PERFSTATE_POLICY_CHANGE_INCREASE_MAX                    3
#define PROCESSOR_THROTTLE_DISABLED                             0
#define PROCESSOR_THROTTLE_ENABLED                              1
#define PROCESSOR_THROTTLE_AUTOMATIC                            2
#define PROCESSOR_PERF_BOOST_POLICY_DISABLED                    0
#define PROCESSOR_PERF_BOOST_POLICY_MAX                         100
#define PROCESSOR_PERF_BOOST_MODE_DISABLED                      0
#define PROCESSOR_PERF_BOOST_MODE_ENABLED                       1
#define PROCESSOR_PERF_BOOST_MODE_AGGRESSIVE                    2
#define PROCESSOR_PERF_BOOST_MODE_EFFICIENT_ENABLED             3
#define PROCESSOR_PERF_BOOST_MODE_EFFICIENT_AGGRESSIVE          4
#define PROCESSOR_PERF_BOOST_MODE_AGGRESSIVE_AT_GUARANTEED      5
#define PROCESSOR_PERF_BOOST_MODE_EFFICIENT_AGGRESSIVE_AT_GUARANTEED 6
#define PROCESSOR_PERF_BOOST_MODE_MAX                           6
#define PROCESSOR_PERF_AUTONOMOUS_MODE_DISABLED                 0
#define PROCESSOR_PERF_AUTONOMOUS_MODE_ENABLED                  1
#define PROCESSOR_PERF_PERFORMANCE_PREFERENCE                   255
#define PROCESSOR_PERF_ENERGY_PREFERENCE                        0
#define PROCESSOR_PERF_MINIMUM_ACTIVITY_WINDOW                  0
#define PROCESSOR_PERF_MAXIMUM_ACTIVITY_WINDOW                  0x4BB2A980
#define PROCESSOR_DUTY_CYCLING_DISABLED                         0
#define PROCESSOR_DUTY_CYCLING_ENABLED                          1
#define CORE_PARKING_POLICY_CHANGE_IDEAL                        0
#define CORE_PARKING_POLICY_CHANGE_SINGLE                       1
#define CORE_PARKING_POLICY_CHANGE_ROCKET                       2
#define CORE_PARKING_POLICY_CHANGE_MULTISTEP                    3
#define CORE_PARKING_POLICY_CHANGE_MAX                          3
#define POWER_DEVICE_IDLE_POLICY_PERFORMANCE                    0
#define POWER_DEVICE_IDLE_POLICY_CONSERVATIVE                   1
#define POWER_CONNECTIVITY_IN_STANDBY_DISABLED                  0
#define POWER_CONNECTIVITY_IN_STANDBY_ENABLED                   1
#define POWER_CONNECTIVITY_IN_STANDBY_SYSTEM_MANAGED            2
#define POWER_DISCONNECTED_STANDBY_MODE_NORMAL                  0
#define POWER_DISCONNECTED_STANDBY_MODE_AGGRESSIVE              1
#define POWER_SYSTEM_MAXIMUM                                    7
#define IOCTL_QUERY_DEVICE_POWER_STATE                          0x00294000
#define IOCTL_SET_DEVICE_WAKE                                   0x00298004
#define IOCTL_CANCEL_DEVICE_WAKE                                0x00298008
#define ES_SYSTEM_REQUIRED                                      1
#define ES_DISPLAY_REQUIRED                                     2
#define ES_USER_PRESENT                                         4
#define ES_AWAYMODE_REQUIRED                                    0x40
#define ES_CONTINUOUS                                           0x80000000
#define DIAGNOSTIC_REASON_VERSION                               0
#define DIAGNOSTIC_REASON_SIMPLE_STRING                         1
#define DIAGNOSTIC_REASON_DETAILED_STRING                       2
#define DIAGNOSTIC_REASON_NOT_SPECIFIED                         0x80000000
#define DIAGNOSTIC_REASON_INVALID_FLAGS                         0x7FFFFFF8
#define POWER_REQUEST_CONTEXT_VERSION                           0
#define POWER_REQUEST_CONTEXT_SIMPLE_STRING                     1
#define POWER_REQUEST_CONTEXT_DETAILED_STRING                   2
#define PDCAP_D0_SUPPORTED                                      1
#define PDCAP_D1_SUPPORTED                                      2
#define PDCAP_D2_SUPPORTED                                      4
#define PDCAP_D3_SUPPORTED                                      8
#define PDCAP_WAKE_FROM_D0_SUPPORTED                            0x10
#define PDCAP_WAKE_FROM_D1_SUPPORTED                            0x20
#define PDCAP_WAKE_FROM_D2_SUPPORTED                            0x40
#define PDCAP_WAKE_FROM_D3_SUPPORTED                            0x80
#define PDCAP_WARM_EJECT_SUPPORTED                              0x00000100
#define POWER_SETTING_VALUE_VERSION                             1
#define POWER_PLATFORM_ROLE_V1                                  1
#define POWER_PLATFORM_ROLE_V1_MAX                              8
#define POWER_PLATFORM_ROLE_V2                                  2
#define POWER_PLATFORM_ROLE_V2_MAX                              9
#define POWER_PLATFORM_ROLE_VERSION                             2
#define POWER_PLATFORM_ROLE_VERSION_MAX                         9
#define REG_NONE                                                0
#define REG_SZ                                                  1
#define REG_EXPAND_SZ                                           2
#define REG_BINARY                                              3
#define REG_DWORD                                               4
#define REG_DWORD_LITTLE_ENDIAN                                 4
#define REG_DWORD_BIG_ENDIAN                                    5
#define REG_LINK                                                6
#define REG_MULTI_SZ                                            7
#define REG_RESOURCE_LIST                                       8
#define REG_FULL_RESOURCE_DESCRIPTOR                            9
#define REG_RESOURCE_REQUIREMENTS_LIST                          10
#define REG_QWORD                                               11
#define REG_QWORD_LITTLE_ENDIAN                                 11
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
#define CmResourceTypeNull                                      0
#define CmResourceTypePort                                      1
#define CmResourceTypeInterrupt                                 2
#define CmResourceTypeMemory                                    3
#define CmResourceTypeDma                                       4
#define CmResourceTypeDeviceSpecific                            5
#define CmResourceTypeBusNumber                                 6
#define CmResourceTypeMemoryLarge                               7
#define CmResourceTypeNonArbitrated                             0x80
#define CmResourceTypeConfigData                                0x80
#define CmResourceTypeDevicePrivate                             129
#define CmResourceTypePcCardConfig                              130
#define CmResourceTypeMfCardConfig                              131
#define CmResourceTypeConnection                                132
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
#define FAST_FAIL_LEGACY_GS_VIOLATION                           0
#define FAST_FAIL_VTGUARD_CHECK_FAILURE                         1
#define FAST_FAIL_STACK_COOKIE_CHECK_FAILURE                    2
#define FAST_FAIL_CORRUPT_LIST_ENTRY                            3
#define FAST_FAIL_INCORRECT_STACK                               4
#define FAST_FAIL_INVALID_ARG                                   5
#define FAST_FAIL_GS_COOKIE_INIT                                6
#define FAST_FAIL_FATAL_APP_EXIT                                7
#define FAST_FAIL_RANGE_CHECK_FAILURE                           8
#define FAST_FAIL_UNSAFE_REGISTRY_ACCESS                        9
#define FAST_FAIL_GUARD_ICALL_CHECK_FAILURE                     10
#define FAST_FAIL_GUARD_WRITE_CHECK_FAILURE                     11
#define FAST_FAIL_INVALID_FIBER_SWITCH                          12
#define FAST_FAIL_INVALID_SET_OF_CONTEXT                        13
#define FAST_FAIL_INVALID_REFERENCE_COUNT                       14
#define FAST_FAIL_INVALID_JUMP_BUFFER                           18
#define FAST_FAIL_MRDATA_MODIFIED                               19
#define FAST_FAIL_CERTIFICATION_FAILURE                         20
#define FAST_FAIL_INVALID_EXCEPTION_CHAIN                       21
#define FAST_FAIL_CRYPTO_LIBRARY                                22
#define FAST_FAIL_INVALID_CALL_IN_DLL_CALLOUT                   23
#define FAST_FAIL_INVALID_IMAGE_BASE                            24
#define FAST_FAIL_DLOAD_PROTECTION_FAILURE                      25
#define FAST_FAIL_UNSAFE_EXTENSION_CALL                         26
#define FAST_FAIL_DEPRECATED_SERVICE_INVOKED                    27
#define FAST_FAIL_INVALID_BUFFER_ACCESS                         28
#define FAST_FAIL_INVALID_BALANCED_TREE                         29
#define FAST_FAIL_INVALID_NEXT_THREAD                           30
#define FAST_FAIL_GUARD_ICALL_CHECK_SUPPRESSED                  31
#define FAST_FAIL_APCS_DISABLED                                 0x20
#define FAST_FAIL_INVALID_IDLE_STATE                            33
#define FAST_FAIL_MRDATA_PROTECTION_FAILURE                     34
#define FAST_FAIL_UNEXPECTED_HEAP_EXCEPTION                     35
#define FAST_FAIL_INVALID_LOCK_STATE                            36
#define FAST_FAIL_GUARD_JUMPTABLE                               37
#define FAST_FAIL_INVALID_LONGJUMP_TARGET                       38
#define FAST_FAIL_INVALID_DISPATCH_CONTEXT                      39
#define FAST_FAIL_INVALID_THREAD                                40
#define FAST_FAIL_INVALID_SYSCALL_NUMBER                        41
#define FAST_FAIL_INVALID_FILE_OPERATION                        42
#define FAST_FAIL_LPAC_ACCESS_DENIED                            43
#define FAST_FAIL_GUARD_SS_FAILURE                              44
#define FAST_FAIL_LOADER_CONTINUITY_FAILURE                     45
#define FAST_FAIL_GUARD_EXPORT_SUPPRESSION_FAILURE              46
#define FAST_FAIL_INVALID_CONTROL_STACK                         47
#define FAST_FAIL_SET_CONTEXT_DENIED                            48
#define FAST_FAIL_INVALID_IAT                                   49
#define FAST_FAIL_HEAP_METADATA_CORRUPTION                      50
#define FAST_FAIL_PAYLOAD_RESTRICTION_VIOLATION                 51
#define FAST_FAIL_LOW_LABEL_ACCESS_DENIED                       52
#define FAST_FAIL_ENCLAVE_CALL_FAILURE                          53
#define FAST_FAIL_UNHANDLED_LSS_EXCEPTON                        54
#define FAST_FAIL_INVALID_FAST_FAIL_CODE                        0xFFFFFFFF
#define RTL_QUERY_REGISTRY_SUBKEY                               1
#define RTL_QUERY_REGISTRY_TOPKEY                               2
#define RTL_QUERY_REGISTRY_REQUIRED                             4
#define RTL_QUERY_REGISTRY_NOVALUE                              8
#define RTL_QUERY_REGISTRY_NOEXPAND                             0x10
#define RTL_QUERY_REGISTRY_DIRECT                               0x20
#define RTL_QUERY_REGISTRY_DELETE                               0x40
#define RTL_QUERY_REGISTRY_NOSTRING                             0x80
#define RTL_QUERY_REGISTRY_TYPECHECK                            0x00000100
#define RTL_QUERY_REGISTRY_TYPECHECK_SHIFT                      24
#define RTL_QUERY_REGISTRY_TYPECHECK_MASK                       ((LONG)0xFF000000)
#define RTL_REGISTRY_ABSOLUTE                                   0
#define RTL_REGISTRY_SERVICES                                   1
#define RTL_REGISTRY_CONTROL                                    2
#define RTL_REGISTRY_WINDOWS_NT                                 3
#define RTL_REGISTRY_DEVICEMAP                                  4
#define RTL_REGISTRY_USER                                       5
#define RTL_REGISTRY_MAXIMUM                                    6
#define RTL_REGISTRY_HANDLE                                     0x40000000
#define RTL_REGISTRY_OPTIONAL                                   0x80000000
#define HASH_STRING_ALGORITHM_DEFAULT                           0
#define HASH_STRING_ALGORITHM_X65599                            1
#define HASH_STRING_ALGORITHM_INVALID                           0xFFFFFFFF
#define RTL_GUID_STRING_SIZE                                    38
#define DBG_STATUS_CONTROL_C                                    1
#define DBG_STATUS_SYSRQ                                        2
#define DBG_STATUS_BUGCHECK_FIRST                               3
#define DBG_STATUS_BUGCHECK_SECOND                              4
#define DBG_STATUS_FATAL                                        5
#define DBG_STATUS_DEBUG_CONTROL                                6
#define DBG_STATUS_WORKER                                       7
#define SHORT_SIZE                                              ((ULONGLONG)2)
#define SHORT_MASK                                              ((ULONGLONG)1)
#define LONG_SIZE                                               ((ULONGLONG)4)
#define LONGLONG_SIZE                                           ((ULONGLONG)8)
#define LONG_MASK                                               ((ULONGLONG)3)
#define LONGLONG_MASK                                           ((ULONGLONG)7)
#define LOWBYTE_MASK                                            0x000000FF
#define SHORT_LEAST_SIGNIFICANT_BIT                             0
#define SHORT_MOST_SIGNIFICANT_BIT                              1
#define LONG_LEAST_SIGNIFICANT_BIT                              0
#define LONG_3RD_MOST_SIGNIFICANT_BIT                           1
#define LONG_2ND_MOST_SIGNIFICANT_BIT                           2
#define LONG_MOST_SIGNIFICANT_BIT                               3
#define SEF_DACL_AUTO_INHERIT                                   1
#define SEF_SACL_AUTO_INHERIT                                   2
#define SEF_DEFAULT_DESCRIPTOR_FOR_OBJECT                       4
#define SEF_AVOID_PRIVILEGE_CHECK                               8
#define SEF_AVOID_OWNER_CHECK                                   0x10
#define SEF_DEFAULT_OWNER_FROM_PARENT                           0x20
#define SEF_DEFAULT_GROUP_FROM_PARENT                           0x40
#define SEF_MACL_NO_WRITE_UP                                    0x00000100
#define SEF_MACL_NO_READ_UP                                     0x00000200
#define SEF_MACL_NO_EXECUTE_UP                                  0x00000400
#define SEF_AI_USE_EXTRA_PARAMS                                 0x00000800
#define SEF_AVOID_OWNER_RESTRICTION                             0x00001000
#define SEF_MACL_VALID_FLAGS                                    0x00000700
#define VER_EQUAL                                               1
#define VER_GREATER                                             2
#define VER_GREATER_EQUAL                                       3
#define VER_LESS                                                4
#define VER_LESS_EQUAL                                          5
#define VER_AND                                                 6
#define VER_OR                                                  7
#define VER_CONDITION_MASK                                      7
#define VER_NUM_BITS_PER_CONDITION_MASK                         3
#define VER_MINORVERSION                                        1
#define VER_MAJORVERSION                                        2
#define VER_BUILDNUMBER                                         4
#define VER_PLATFORMID                                          8
#define VER_SERVICEPACKMINOR                                    0x10
#define VER_SERVICEPACKMAJOR                                    0x20
#define VER_SUITENAME                                           0x40
#define VER_PRODUCT_TYPE                                        0x80
#define VER_NT_WORKSTATION                                      1
#define VER_NT_DOMAIN_CONTROLLER                                2
#define VER_NT_SERVER                                           3
#define VER_PLATFORM_WIN32s                                     0
#define VER_PLATFORM_WIN32_WINDOWS                              1
#define VER_PLATFORM_WIN32_NT                                   2
#define VRL_PREDEFINED_CLASS_BEGIN                              1
#define VRL_CUSTOM_CLASS_BEGIN                                  0x00000100
#define VRL_CLASS_CONSISTENCY                                   1
#define VRL_ENABLE_KERNEL_BREAKS                                ((LONG)0x80000000)
#define CTMF_INCLUDE_APPCONTAINER                               1
#define CTMF_INCLUDE_LPAC                                       2
#define CTMF_VALID_FLAGS                                        3
#define IMAGE_POLICY_METADATA_VERSION                           1
#define TRANSACTIONMANAGER_QUERY_INFORMATION                    1
#define TRANSACTIONMANAGER_SET_INFORMATION                      2
#define TRANSACTIONMANAGER_RECOVER                              4
#define TRANSACTIONMANAGER_RENAME                               8
#define TRANSACTIONMANAGER_CREATE_RM                            0x10
#define TRANSACTIONMANAGER_BIND_TRANSACTION                     0x20
#define TRANSACTIONMANAGER_GENERIC_READ                         0x00020001
#define TRANSACTIONMANAGER_GENERIC_WRITE                        0x0002001E
#define TRANSACTIONMANAGER_GENERIC_EXECUTE                      0x00020000
#define TRANSACTIONMANAGER_ALL_ACCESS                           0x000F003F
#define TRANSACTION_QUERY_INFORMATION                           1
#define TRANSACTION_SET_INFORMATION                             2
#define TRANSACTION_ENLIST                                      4
#define TRANSACTION_COMMIT                                      8
#define TRANSACTION_ROLLBACK                                    0x10
#define TRANSACTION_PROPAGATE                                   0x20
#define TRANSACTION_RIGHT_RESERVED1                             0x40
#define TRANSACTION_GENERIC_READ                                0x00120001
#define TRANSACTION_GENERIC_WRITE                               0x0012003E
#define TRANSACTION_GENERIC_EXECUTE                             0x00120018
#define TRANSACTION_ALL_ACCESS                                  0x001F003F
#define TRANSACTION_RESOURCE_MANAGER_RIGHTS                     0x00120037
#define RESOURCEMANAGER_QUERY_INFORMATION                       1
#define RESOURCEMANAGER_SET_INFORMATION                         2
#define RESOURCEMANAGER_RECOVER                                 4
#define RESOURCEMANAGER_ENLIST                                  8
#define RESOURCEMANAGER_GET_NOTIFICATION                        0x10
#define RESOURCEMANAGER_REGISTER_PROTOCOL                       0x20
#define RESOURCEMANAGER_COMPLETE_PROPAGATION                    0x40
#define RESOURCEMANAGER_GENERIC_READ                            0x00120001
#define RESOURCEMANAGER_GENERIC_WRITE                           0x0012007E
#define RESOURCEMANAGER_GENERIC_EXECUTE                         0x0012005C
#define RESOURCEMANAGER_ALL_ACCESS                              0x001F007F
#define ENLISTMENT_QUERY_INFORMATION                            1
#define ENLISTMENT_SET_INFORMATION                              2
#define ENLISTMENT_RECOVER                                      4
#define ENLISTMENT_SUBORDINATE_RIGHTS                           8
#define ENLISTMENT_SUPERIOR_RIGHTS                              0x10
#define ENLISTMENT_GENERIC_READ                                 0x00020001
#define ENLISTMENT_GENERIC_WRITE                                0x0002001E
#define ENLISTMENT_GENERIC_EXECUTE                              0x0002001C
#define ENLISTMENT_ALL_ACCESS                                   0x000F001F
#define POOL_TAGGING                                            1
#define KAPC_OFFSET_TO_SPARE_BYTE0                              1
#define KAPC_OFFSET_TO_SPARE_BYTE1                              3
#define KAPC_OFFSET_TO_SPARE_LONG                               4
#define KAPC_OFFSET_TO_SYSTEMARGUMENT1                          0x40
#define KAPC_OFFSET_TO_SYSTEMARGUMENT2                          72
#define KAPC_OFFSET_TO_APCSTATEINDEX                            80
#define KAPC_ACTUAL_LENGTH                                      ((ULONGLONG)83)
#define DPC_NORMAL                                              0
#define DPC_THREADED                                            1
#define PAGE_SIZE                                               0x00001000
#define PAGE_SHIFT                                              12
#define MDL_MAPPED_TO_SYSTEM_VA                                 1
#define MDL_PAGES_LOCKED                                        2
#define MDL_SOURCE_IS_NONPAGED_POOL                             4
#define MDL_ALLOCATED_FIXED_SIZE                                8
#define MDL_PARTIAL                                             0x10
#define MDL_PARTIAL_HAS_BEEN_MAPPED                             0x20
#define MDL_IO_PAGE_READ                                        0x40
#define MDL_WRITE_OPERATION                                     0x80
#define MDL_LOCKED_PAGE_TABLES                                  0x00000100
#define MDL_PARENT_MAPPED_SYSTEM_VA                             0x00000100
#define MDL_FREE_EXTRA_PTES                                     0x00000200
#define MDL_DESCRIBES_AWE                                       0x00000400
#define MDL_IO_SPACE                                            0x00000800
#define MDL_NETWORK_HEADER                                      0x00001000
#define MDL_MAPPING_CAN_FAIL                                    0x00002000
#define MDL_PAGE_CONTENTS_INVARIANT                             0x00004000
#define MDL_ALLOCATED_MUST_SUCCEED                              0x00004000
#define MDL_INTERNAL                                            0x00008000
#define TIMER_TOLERABLE_DELAY_BITS                              6
#define TIMER_EXPIRED_INDEX_BITS                                6
#define TIMER_PROCESSOR_INDEX_BITS                              5
#define KTIMER_ACTUAL_LENGTH                                    ((ULONGLONG)64)
#define FLUSH_MULTIPLE_MAXIMUM                                  19
#define ALLOC_PRAGMA                                            1
#define ALLOC_DATA_PRAGMA                                       1
#define EVENT_QUERY_STATE                                       1
#define EVENT_MODIFY_STATE                                      2
#define EVENT_ALL_ACCESS                                        0x001F0003
#define SEMAPHORE_QUERY_STATE                                   1
#define SEMAPHORE_MODIFY_STATE                                  2
#define SEMAPHORE_ALL_ACCESS                                    0x001F0003
#define LTP_PC_SMT                                              1
#define CACHE_FULLY_ASSOCIATIVE                                 255
#define SYSTEM_CPU_SET_INFORMATION_PARKED                       1
#define SYSTEM_CPU_SET_INFORMATION_ALLOCATED                    2
#define SYSTEM_CPU_SET_INFORMATION_ALLOCATED_TO_TARGET_PROCESS  4
#define SYSTEM_CPU_SET_INFORMATION_REALTIME                     8
#define PF_FLOATING_POINT_PRECISION_ERRATA                      0
#define PF_FLOATING_POINT_EMULATED                              1
#define PF_COMPARE_EXCHANGE_DOUBLE                              2
#define PF_MMX_INSTRUCTIONS_AVAILABLE                           3
#define PF_PPC_MOVEMEM_64BIT_OK                                 4
#define PF_ALPHA_BYTE_INSTRUCTIONS                              5
#define PF_XMMI_INSTRUCTIONS_AVAILABLE                          6
#define PF_3DNOW_INSTRUCTIONS_AVAILABLE                         7
#define PF_RDTSC_INSTRUCTION_AVAILABLE                          8
#define PF_PAE_ENABLED                                          9
#define PF_XMMI64_INSTRUCTIONS_AVAILABLE                        10
#define PF_SSE_DAZ_MODE_AVAILABLE                               11
#define PF_NX_ENABLED                                           12
#define PF_SSE3_INSTRUCTIONS_AVAILABLE                          13
#define PF_COMPARE_EXCHANGE128                                  14
#define PF_COMPARE64_EXCHANGE128                                15
#define PF_CHANNELS_ENABLED                                     0x10
#define PF_XSAVE_ENABLED                                        17
#define PF_ARM_VFP_32_REGISTERS_AVAILABLE                       18
#define PF_ARM_NEON_INSTRUCTIONS_AVAILABLE                      19
#define PF_SECOND_LEVEL_ADDRESS_TRANSLATION                     20
#define PF_VIRT_FIRMWARE_ENABLED                                21
#define PF_RDWRFSGSBASE_AVAILABLE                               22
#define PF_FASTFAIL_AVAILABLE                                   23
#define PF_ARM_DIVIDE_INSTRUCTION_AVAILABLE                     24
#define PF_ARM_64BIT_LOADSTORE_ATOMIC                           25
#define PF_ARM_EXTERNAL_CACHE_AVAILABLE                         26
#define PF_ARM_FMAC_INSTRUCTIONS_AVAILABLE                      27
#define PF_RDRAND_INSTRUCTION_AVAILABLE                         28
#define PF_ARM_V8_INSTRUCTIONS_AVAILABLE                        29
#define PF_ARM_V8_CRYPTO_INSTRUCTIONS_AVAILABLE                 30
#define PF_ARM_V8_CRC32_INSTRUCTIONS_AVAILABLE                  31
#define PF_RDTSCP_INSTRUCTION_AVAILABLE                         0x20
#define IsNEC_98                                                0
#define IsNotNEC_98                                             1
#define PROCESSOR_FEATURE_MAX                                   0x40
#define EXCEPTION_NONCONTINUABLE                                1
#define EXCEPTION_UNWINDING                                     2
#define EXCEPTION_EXIT_UNWIND                                   4
#define EXCEPTION_STACK_INVALID                                 8
#define EXCEPTION_NESTED_CALL                                   0x10
#define EXCEPTION_TARGET_UNWIND                                 0x20
#define EXCEPTION_COLLIDED_UNWIND                               0x40
#define EXCEPTION_UNWIND                                        102
#define EXCEPTION_MAXIMUM_PARAMETERS                            15
#define THREAD_WAIT_OBJECTS                                     3
#define KSEMAPHORE_ACTUAL_LENGTH                                ((ULONGLONG)28)
#define KB_SECONDARY_DATA_FLAG_ADDITIONAL_DATA                  1
#define KB_SECONDARY_DATA_FLAG_NO_DEVICE_ACCESS                 2
#define KB_ADD_PAGES_FLAG_VIRTUAL_ADDRESS                       1
#define KB_ADD_PAGES_FLAG_PHYSICAL_ADDRESS                      2
#define KB_ADD_PAGES_FLAG_ADDITIONAL_RANGES_EXIST               0x80000000
#define KB_REMOVE_PAGES_FLAG_VIRTUAL_ADDRESS                    1
#define KB_REMOVE_PAGES_FLAG_PHYSICAL_ADDRESS                   2
#define KB_REMOVE_PAGES_FLAG_ADDITIONAL_RANGES_EXIST            0x80000000
#define EXCEPTION_DIVIDED_BY_ZERO                               0
#define EXCEPTION_DEBUG                                         1
#define EXCEPTION_NMI                                           2
#define EXCEPTION_INT3                                          3
#define EXCEPTION_BOUND_CHECK                                   5
#define EXCEPTION_INVALID_OPCODE                                6
#define EXCEPTION_NPX_NOT_AVAILABLE                             7
#define EXCEPTION_DOUBLE_FAULT                                  8
#define EXCEPTION_NPX_OVERRUN                                   9
#define EXCEPTION_INVALID_TSS                                   10
#define EXCEPTION_SEGMENT_NOT_PRESENT                           11
#define EXCEPTION_STACK_FAULT                                   12
#define EXCEPTION_GP_FAULT                                      13
#define EXCEPTION_RESERVED_TRAP                                 15
#define EXCEPTION_NPX_ERROR                                     0x10
#define EXCEPTION_ALIGNMENT_CHECK                               17
#define EXCEPTION_VIRTUALIZATION_FAULT                          0x20
#define KE_PROCESSOR_CHANGE_ADD_EXISTING                        1
#define INVALID_PROCESSOR_INDEX                                 0xFFFFFFFF
#define POOL_COLD_ALLOCATION                                    0x00000100
#define POOL_NX_ALLOCATION                                      0x00000200
#define POOL_QUOTA_FAIL_INSTEAD_OF_RAISE                        8
#define POOL_RAISE_IF_ALLOCATION_FAILURE                        0x10
#define FM_LOCK_BIT                                             1
#define FM_LOCK_BIT_V                                           0
#define LOOKASIDE_MINIMUM_BLOCK_SIZE                            ((ULONGLONG)8)
#define EX_LOOKASIDE_LIST_EX_FLAGS_RAISE_ON_FAIL                1
#define EX_LOOKASIDE_LIST_EX_FLAGS_FAIL_NO_RAISE                2
#define EX_MAXIMUM_LOOKASIDE_DEPTH_BASE                         0x00000100
#define EX_MAXIMUM_LOOKASIDE_DEPTH_LIMIT                        0x00000400
#define ResourceNeverExclusive                                  0x10
#define ResourceReleaseByOtherThread                            0x20
#define ResourceOwnedExclusive                                  0x80
#define RESOURCE_HASH_TABLE_SIZE                                0x40
#define FLAG_OWNER_POINTER_IS_THREAD                            1
#define EX_RUNDOWN_ACTIVE                                       1
#define EX_RUNDOWN_COUNT_SHIFT                                  1
#define EX_RUNDOWN_COUNT_INC                                    2
#define EX_TIMER_HIGH_RESOLUTION                                4
#define EX_TIMER_NO_WAKE                                        8
#define EX_TIMER_UNLIMITED_TOLERANCE                            ((LONGLONG)-1)
#define EX_TIMER_NOTIFICATION                                   0x80000000
#define EX_CARR_ALLOCATE_PAGED_POOL                             0
#define EX_CARR_ALLOCATE_NONPAGED_POOL                          1
#define EX_CARR_DISABLE_EXPANSION                               2
#define EX_CARR_VALID_FLAGS                                     3
#define MM_MAXIMUM_DISK_IO_SIZE                                 0x00010000
#define MM_PERMANENT_ADDRESS_IS_IO_SPACE                        1
#define MdlMappingNoWrite                                       0x80000000
#define MdlMappingNoExecute                                     0x40000000
#define MM_DONT_ZERO_ALLOCATION                                 1
#define MM_ALLOCATE_FROM_LOCAL_NODE_ONLY                        2
#define MM_ALLOCATE_FULLY_REQUIRED                              4
#define MM_ALLOCATE_NO_WAIT                                     8
#define MM_ALLOCATE_PREFER_CONTIGUOUS                           0x10
#define MM_ALLOCATE_REQUIRE_CONTIGUOUS_CHUNKS                   0x20
#define MM_ALLOCATE_FAST_LARGE_PAGES                            0x40
#define MM_ALLOCATE_TRIM_IF_NECESSARY                           0x80
#define MM_ALLOCATE_AND_HOT_REMOVE                              0x00000100
#define MM_FREE_MDL_PAGES_ZERO                                  1
#define INITIAL_PRIVILEGE_COUNT                                 3
#define IO_TYPE_ADAPTER                                         1
#define IO_TYPE_CONTROLLER                                      2
#define IO_TYPE_DEVICE                                          3
#define IO_TYPE_DRIVER                                          4
#define IO_TYPE_FILE                                            5
#define IO_TYPE_IRP                                             6
#define IO_TYPE_MASTER_ADAPTER                                  7
#define IO_TYPE_OPEN_PACKET                                     8
#define IO_TYPE_TIMER                                           9
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
#define IRP_MJ_POWER                                            22
#define IRP_MJ_SYSTEM_CONTROL                                   23
#define IRP_MJ_DEVICE_CHANGE                                    24
#define IRP_MJ_QUERY_QUOTA                                      25
#define IRP_MJ_SET_QUOTA                                        26
#define IRP_MJ_PNP                                              27
#define IRP_MJ_PNP_POWER                                        27
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
#define IRP_MN_QUERY_DEVICE_RELATIONS                           7
#define IRP_MN_QUERY_INTERFACE                                  8
#define IRP_MN_QUERY_CAPABILITIES                               9
#define IRP_MN_QUERY_RESOURCES                                  10
#define IRP_MN_QUERY_RESOURCE_REQUIREMENTS                      11
#define IRP_MN_QUERY_DEVICE_TEXT                                12
#define IRP_MN_FILTER_RESOURCE_REQUIREMENTS                     13
#define IRP_MN_READ_CONFIG                                      15
#define IRP_MN_WRITE_CONFIG                                     0x10
#define IRP_MN_EJECT                                            17
#define IRP_MN_SET_LOCK                                         18
#define IRP_MN_QUERY_ID                                         19
#define IRP_MN_QUERY_PNP_DEVICE_STATE                           20
#define IRP_MN_QUERY_BUS_INFORMATION                            21
#define IRP_MN_DEVICE_USAGE_NOTIFICATION                        22
#define IRP_MN_SURPRISE_REMOVAL                                 23
#define IRP_MN_DEVICE_ENUMERATED                                25
#define IRP_MN_WAIT_WAKE                                        0
#define IRP_MN_POWER_SEQUENCE                                   1
#define IRP_MN_SET_POWER                                        2
#define IRP_MN_QUERY_POWER                                      3
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
#define IO_REPARSE                                              0
#define IO_REMOUNT                                              1
#define IO_REPARSE_GLOBAL                                       2
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
#define FO_INDIRECT_WAIT_OBJECT                                 0x10000000
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
#define IRP_LOOKASIDE_ALLOCATION                                8
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
#define SL_PERSISTENT_MEMORY_FIXED_MAPPING                      0x20
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
#define PNP_DEVICE_DISABLED                                     1
#define PNP_DEVICE_DONT_DISPLAY_IN_UI                           2
#define PNP_DEVICE_FAILED                                       4
#define PNP_DEVICE_REMOVED                                      8
#define PNP_DEVICE_RESOURCE_REQUIREMENTS_CHANGED                0x10
#define PNP_DEVICE_NOT_DISABLEABLE                              0x20
#define PNP_DEVICE_DISCONNECTED                                 0x40
#define DEVICE_WITH_IRP_EXTENSION                               0xFFFFFFFFFFFFFFFFULL
#define IO_SHARE_ACCESS_NO_WRITE_PERMISSION                     0x80000000
#define IO_CHECK_SHARE_ACCESS_UPDATE_SHARE_ACCESS               1
#define CONNECT_FULLY_SPECIFIED                                 1
#define CONNECT_LINE_BASED                                      2
#define CONNECT_MESSAGE_BASED                                   3
#define CONNECT_FULLY_SPECIFIED_GROUP                           4
#define CONNECT_MESSAGE_BASED_PASSIVE                           5
#define CONNECT_CURRENT_VERSION                                 5
#define WDM_MAJORVERSION                                        6
#define WDM_MINORVERSION                                        0
#define WMIREG_ACTION_REGISTER                                  1
#define WMIREG_ACTION_DEREGISTER                                2
#define WMIREG_ACTION_REREGISTER                                3
#define WMIREG_ACTION_UPDATE_GUIDS                              4
#define WMIREG_ACTION_BLOCK_IRPS                                5
#define WMIREGISTER                                             0
#define WMIUPDATE                                               1
#define IO_TYPE_CSQ_IRP_CONTEXT                                 1
#define IO_TYPE_CSQ                                             2
#define IO_TYPE_CSQ_EX                                          3
#define IO_ATTRIBUTION_INFO_V1                                  1
#define IO_SET_IRP_IO_ATTRIBUTION_FROM_THREAD                   1
#define IO_SET_IRP_IO_ATTRIBUTION_FROM_PROCESS                  2
#define IO_SET_IRP_IO_ATTRIBUTION_FLAGS_MASK                    3
#define PCI_SECURITY_INTERFACE_VERSION                          1
#define PNP_EXTENDED_ADDRESS_INTERFACE_VERSION                  1
#define D3COLD_SUPPORT_INTERFACE_VERSION                        1
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
#define DEVICE_DESCRIPTION_VERSION                              0
#define DEVICE_DESCRIPTION_VERSION1                             1
#define DEVICE_DESCRIPTION_VERSION2                             2
#define DEVICE_DESCRIPTION_VERSION3                             3
#define DMA_ADAPTER_INFO_VERSION1                               1
#define DMA_TRANSFER_INFO_VERSION1                              1
#define ADAPTER_INFO_SYNCHRONOUS_CALLBACK                       1
#define ADAPTER_INFO_API_BYPASS                                 2
#define DMA_TRANSFER_CONTEXT_VERSION1                           1
#define DMA_TRANSFER_CONTEXT_SIZE_V1                            0x80
#define DMA_SYNCHRONOUS_CALLBACK                                1
#define DMA_ZERO_BUFFERS                                        2
#define HAL_MASK_UNMASK_FLAGS_NONE                              0
#define HAL_MASK_UNMASK_FLAGS_SERVICING_DEFERRED                1
#define HAL_MASK_UNMASK_FLAGS_SERVICING_COMPLETE                2
#define HAL_DMA_ADAPTER_VERSION_1                               1
#define DOMAIN_COMMON_BUFFER_LARGE_PAGE                         1
#define PO_MEM_PRESERVE                                         1
#define PO_MEM_CLONE                                            2
#define PO_MEM_CL_OR_NCHK                                       4
#define PO_MEM_DISCARD                                          0x00008000
#define PO_MEM_PAGE_ADDRESS                                     0x00004000
#define PO_MEM_BOOT_PHASE                                       0x00010000
#define PO_CB_SYSTEM_POWER_POLICY                               0
#define PO_CB_AC_STATUS                                         1
#define PO_CB_BUTTON_COLLISION                                  2
#define PO_CB_SYSTEM_STATE_LOCK                                 3
#define PO_CB_LID_SWITCH_STATE                                  4
#define PO_CB_PROCESSOR_POWER_POLICY                            5
#define PO_FX_VERSION_V1                                        1
#define PO_FX_VERSION_V2                                        2
#define PO_FX_VERSION                                           1
#define PO_FX_COMPONENT_FLAG_F0_ON_DX                           1
#define PO_FX_COMPONENT_FLAG_NO_DEBOUNCE                        2
#define PO_FX_UNKNOWN_POWER                                     0xFFFFFFFF
#define PO_FX_UNKNOWN_TIME                                      0xFFFFFFFFFFFFFFFFULL
#define PO_FX_FLAG_BLOCKING                                     1
#define PO_FX_FLAG_ASYNC_ONLY                                   2
#define PO_FX_FLAG_PERF_PEP_OPTIONAL                            1
#define PO_FX_FLAG_PERF_QUERY_ON_F0                             2
#define PO_FX_FLAG_PERF_QUERY_ON_ALL_IDLE_STATES                4
#define OB_FLT_REGISTRATION_VERSION_0100                        0x00000100
#define OB_FLT_REGISTRATION_VERSION                             0x00000100
#define OB_OPERATION_HANDLE_CREATE                              1
#define OB_OPERATION_HANDLE_DUPLICATE                           2
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
#define PCI_CAPABILITY_ID_PCI_EXPRESS                           0x10
#define PCI_CAPABILITY_ID_MSIX                                  17
#define PCI_CAPABILITY_ID_SATA_CONFIG                           18
#define PCI_CAPABILITY_ID_ADVANCED_FEATURES                     19
#define PCI_EXPRESS_ADVANCED_ERROR_REPORTING_CAP_ID             1
#define PCI_EXPRESS_VIRTUAL_CHANNEL_CAP_ID                      2
#define PCI_EXPRESS_DEVICE_SERIAL_NUMBER_CAP_ID                 3
#define PCI_EXPRESS_POWER_BUDGETING_CAP_ID                      4
#define PCI_EXPRESS_RC_LINK_DECLARATION_CAP_ID                  5
#define PCI_EXPRESS_RC_INTERNAL_LINK_CONTROL_CAP_ID             6
#define PCI_EXPRESS_RC_EVENT_COLLECTOR_ENDPOINT_ASSOCIATION_CAP_ID 7
#define PCI_EXPRESS_MFVC_CAP_ID                                 8
#define PCI_EXPRESS_VC_AND_MFVC_CAP_ID                          9
#define PCI_EXPRESS_RCRB_HEADER_CAP_ID                          10
#define PCI_EXPRESS_VENDOR_SPECIFIC_CAP_ID                      11
#define PCI_EXPRESS_CONFIGURATION_ACCESS_CORRELATION_CAP_ID     12
#define PCI_EXPRESS_ACCESS_CONTROL_SERVICES_CAP_ID              13
#define PCI_EXPRESS_ARI_CAP_ID                                  14
#define PCI_EXPRESS_ATS_CAP_ID                                  15
#define PCI_EXPRESS_SINGLE_ROOT_IO_VIRTUALIZATION_CAP_ID        0x10
#define PCI_EXPRESS_MULTI_ROOT_IO_VIRTUALIZATION_CAP_ID         17
#define PCI_EXPRESS_MULTICAST_CAP_ID                            18
#define PCI_EXPRESS_PAGE_REQUEST_CAP_ID                         19
#define PCI_EXPRESS_RESERVED_FOR_AMD_CAP_ID                     20
#define PCI_EXPRESS_RESIZABLE_BAR_CAP_ID                        21
#define PCI_EXPRESS_DPA_CAP_ID                                  22
#define PCI_EXPRESS_TPH_REQUESTER_CAP_ID                        23
#define PCI_EXPRESS_LTR_CAP_ID                                  24
#define PCI_EXPRESS_SECONDARY_PCI_EXPRESS_CAP_ID                25
#define PCI_EXPRESS_PMUX_CAP_ID                                 26
#define PCI_EXPRESS_PASID_CAP_ID                                27
#define PCI_EXPRESS_LN_REQUESTER_CAP_ID                         28
#define PCI_EXPRESS_DPC_CAP_ID                                  29
#define PCI_EXPRESS_L1_PM_SS_CAP_ID                             30
#define PCI_EXPRESS_PTM_CAP_ID                                  31
#define PCI_EXPRESS_MPCIE_CAP_ID                                0x20
#define PCI_EXPRESS_FRS_QUEUEING_CAP_ID                         33
#define PCI_EXPRESS_READINESS_TIME_REPORTING_CAP_ID             34
#define ROOT_CMD_ENABLE_CORRECTABLE_ERROR_REPORTING             1
#define ROOT_CMD_ENABLE_NONFATAL_ERROR_REPORTING                2
#define ROOT_CMD_ENABLE_FATAL_ERROR_REPORTING                   4
#define ROOT_CMD_ERROR_REPORTING_ENABLE_MASK                    7
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
#define PCI_EXPRESS_LINK_QUIESCENT_INTERFACE_VERSION            1
#define PCI_EXPRESS_ROOT_PORT_INTERFACE_VERSION                 1
#define PCI_MSIX_TABLE_CONFIG_INTERFACE_VERSION                 1
#define PCI_MSIX_TABLE_CONFIG_MINIMUM_SIZE                      ((ULONGLONG)56)
#define FILE_ATTRIBUTE_DEDICATED                                0x00000100
#define CLFS_FLAG_NO_FLAGS                                      0
#define CLFS_FLAG_FORCE_APPEND                                  1
#define CLFS_FLAG_FORCE_FLUSH                                   2
#define CLFS_FLAG_USE_RESERVATION                               4
#define CLFS_FLAG_REENTRANT_FILE_SYSTEM                         8
#define CLFS_FLAG_NON_REENTRANT_FILTER                          0x10
#define CLFS_FLAG_REENTRANT_FILTER                              0x20
#define CLFS_FLAG_IGNORE_SHARE_ACCESS                           0x40
#define CLFS_FLAG_READ_IN_PROGRESS                              0x80
#define CLFS_FLAG_MINIFILTER_LEVEL                              0x00000100
#define CLFS_FLAG_HIDDEN_SYSTEM_LOG                             0x00000200
#define CLFS_FLAG_FILTER_INTERMEDIATE_LEVEL                     0x10
#define CLFS_FLAG_FILTER_TOP_LEVEL                              0x20
#define ClfsNullRecord                                          0
#define ClfsDataRecord                                          1
#define ClfsRestartRecord                                       2
#define ClfsClientRecord                                        3
#define ClsContainerInitializing                                1
#define ClsContainerInactive                                    2
#define ClsContainerActive                                      4
#define ClsContainerActivePendingDelete                         8
#define ClsContainerPendingArchive                              0x10
#define ClsContainerPendingArchiveAndDelete                     0x20
#define ClfsContainerInitializing                               1
#define ClfsContainerInactive                                   2
#define ClfsContainerActive                                     4
#define ClfsContainerActivePendingDelete                        8
#define ClfsContainerPendingArchive                             0x10
#define ClfsContainerPendingArchiveAndDelete                    0x20
#define CLFS_MAX_CONTAINER_INFO                                 0x00000100
#define CLFS_SCAN_INIT                                          1
#define CLFS_SCAN_FORWARD                                       2
#define CLFS_SCAN_BACKWARD                                      4
#define CLFS_SCAN_CLOSE                                         8
#define CLFS_SCAN_INITIALIZED                                   0x10
#define CLFS_SCAN_BUFFERED                                      0x20
#define CLFS_MGMT_NUM_POLICIES                                  10
#define CLFS_LOG_SIZE_MINIMUM                                   ((ULONGLONG)0)
#define CLFS_LOG_SIZE_MAXIMUM                                   0xFFFFFFFFFFFFFFFFULL
#define CLFS_MGMT_POLICY_VERSION                                1
#define LOG_POLICY_OVERWRITE                                    1
#define LOG_POLICY_PERSIST                                      2
#define CLFS_MGMT_CLIENT_REGISTRATION_VERSION                   1
#define PCW_VERSION_1                                           0x00000100
#define PCW_CURRENT_VERSION                                     0x00000100
#define SECURE_SECTION_ALLOW_PARTIAL_MDL                        1
#define REFTAG_AFDCONN                                          0x43646641
#define REFTAG_AFDENDPOINT                                      0x45646641
#define REFTAG_AFDPOLL                                          0x50646641
#define REFTAG_ALEIO                                            0x49656C41
#define REFTAG_ALEPROCTBL                                       0x50656C41
#define REFTAG_ALESIDTOKEN                                      0x53656C41
#define REFTAG_CFSFILTER                                        0x46736643
#define REFTAG_DWMKERNEL                                        0x4B6D7744
#define REFTAG_HTTP                                             0x70747448
#define REFTAG_MAILSLOT                                         0x7346734D
#define REFTAG_NFSVOLUME                                        0x5673664E
#define REFTAG_PGMFILE                                          0x546D6750
#define REFTAG_PSLOOKUP                                         0x554C7350
#define REFTAG_PSNOTIFICATION                                   0x6F4E7350
#define REFTAG_PSWAKE                                           0x6B577350
#define REFTAG_RAWENDPOINT                                      0x45776152
#define REFTAG_TCPENDPOINT                                      0x45706354
#define REFTAG_TCPLISTENER                                      0x4C706354
#define REFTAG_TCPTCB                                           0x54706354
#define REFTAG_UDPENDPOINT                                      0x45706455
#define REFTAG_USRKDESKTOP                                      0x44727355
#define REFTAG_VIDEO_PORT_I386                                  0x69646956
#define REFTAG_VIDEO_PORT                                       0x50646956
#define REFTAG_WIN32K                                           0x6B323357
#define REFTAG_WIN32KQUEUE                                      0x71323357
#define REFTAG_WIN32KRESTRICT                                   0x72323357
#define REFTAG_WIN32KSERVER                                     0x53323357
#define REFTAG_WIN32KSTUBS                                      0x73323357
#define REFTAG_WS2IFSL                                          0x69327357
#define REFTAG_WSKNAMERES                                       0x4E6B7357
#define REFTAG_WSKPROV                                          0x506B7357
#define REFTAG_WSKTDI                                           0x546B7357

typedef ULONG ACCESS_MASK;
typedef ULONG CLFS_CONTAINER_ID;
typedef UINT32 CLS_CONTAINER_STATE;
typedef CLS_CONTAINER_STATE CLFS_CONTAINER_STATE;
typedef UCHAR CLS_RECORD_TYPE;
typedef CLS_RECORD_TYPE CLFS_RECORD_TYPE;
typedef UCHAR CLFS_SCAN_MODE;
typedef int CM_RESOURCE_TYPE;
typedef ULONG_PTR ERESOURCE_THREAD;
typedef ULONG EXECUTION_STATE;
typedef volatile LONG EX_SPIN_LOCK;
typedef LONG KPRIORITY;
typedef CCHAR KPROCESSOR_MODE;
typedef ULONG_PTR KSPIN_LOCK;
typedef ULONG64 KSPIN_LOCK_QUEUE_NUMBER;
typedef ULONG OB_OPERATION;
typedef ULONG PFN_COUNT;
typedef ULONG64 PFN_NUMBER;
typedef ULONG PNP_DEVICE_STATE;
typedef BOOLEAN SECURITY_CONTEXT_TRACKING_MODE;
typedef ULONG SECURITY_INFORMATION;
typedef LONG64 SPFN_NUMBER;
typedef ULONG64 TRACEHANDLE;

typedef struct _KSYSTEM_TIME {
    ULONG LowPart;
    LONG High1Time;
    LONG High2Time;
} KSYSTEM_TIME, *PKSYSTEM_TIME;

typedef KSPIN_LOCK *PKSPIN_LOCK;

typedef struct _KSPIN_LOCK_QUEUE {
    struct _KSPIN_LOCK_QUEUE *volatile Next;
    volatile PKSPIN_LOCK Lock;
} KSPIN_LOCK_QUEUE, *PKSPIN_LOCK_QUEUE;

typedef struct _KLOCK_QUEUE_HANDLE {
    KSPIN_LOCK_QUEUE LockQueue;
    KIRQL OldIrql;
} KLOCK_QUEUE_HANDLE, *PKLOCK_QUEUE_HANDLE;

typedef struct _DPC_WATCHDOG_GLOBAL_TRIAGE_BLOCK {
    ULONG Signature;
    USHORT Revision;
    USHORT Size;
    USHORT DpcWatchdogProfileOffset;
    ULONG DpcWatchdogProfileLength;
} DPC_WATCHDOG_GLOBAL_TRIAGE_BLOCK, *PDPC_WATCHDOG_GLOBAL_TRIAGE_BLOCK;

typedef struct DECLSPEC_ALIGN(16) _M128A {
    ULONGLONG Low;
    LONGLONG High;
} M128A, *PM128A;

typedef struct _XSAVE_FORMAT {
    USHORT ControlWord;
    USHORT StatusWord;
    UCHAR TagWord;
    UCHAR Reserved1;
    USHORT ErrorOpcode;
    ULONG ErrorOffset;
    USHORT ErrorSelector;
    USHORT Reserved2;
    ULONG DataOffset;
    USHORT DataSelector;
    USHORT Reserved3;
    ULONG MxCsr;
    ULONG MxCsr_Mask;
    M128A FloatRegisters[8];
    M128A XmmRegisters[16];
    UCHAR Reserved4[96];
} XSAVE_FORMAT, *PXMM_SAVE_AREA32, *PXSAVE_FORMAT;

typedef struct _XSAVE_AREA_HEADER {
    ULONG64 Mask;
    ULONG64 CompactionMask;
    ULONG64 Reserved2[6];
} XSAVE_AREA_HEADER, *PXSAVE_AREA_HEADER;

typedef struct _XSAVE_AREA {
    XSAVE_FORMAT LegacyState;
    XSAVE_AREA_HEADER Header;
} XSAVE_AREA, *PXSAVE_AREA;

typedef struct _XSTATE_CONTEXT {
    ULONG64 Mask;
    ULONG Length;
    ULONG Reserved1;
    PXSAVE_AREA Area;
    PVOID Buffer;
} XSTATE_CONTEXT, *PXSTATE_CONTEXT;

typedef struct _GENERIC_MAPPING {
    ACCESS_MASK GenericRead;
    ACCESS_MASK GenericWrite;
    ACCESS_MASK GenericExecute;
    ACCESS_MASK GenericAll;
} GENERIC_MAPPING, *PGENERIC_MAPPING;

typedef struct _LUID_AND_ATTRIBUTES {
    LUID Luid;
    ULONG Attributes;
} LUID_AND_ATTRIBUTES, *PLUID_AND_ATTRIBUTES;

typedef struct _ACL {
    UCHAR AclRevision;
    UCHAR Sbz1;
    USHORT AclSize;
    USHORT AceCount;
    USHORT Sbz2;
} ACL, *PACL;

typedef struct _PRIVILEGE_SET {
    ULONG PrivilegeCount;
    ULONG Control;
    LUID_AND_ATTRIBUTES Privilege[1];
} PRIVILEGE_SET, *PPRIVILEGE_SET;

typedef enum _SECURITY_IMPERSONATION_LEVEL {
    SecurityAnonymous,
    SecurityIdentification,
    SecurityImpersonation,
    SecurityDelegation,
} SECURITY_IMPERSONATION_LEVEL, *PSECURITY_IMPERSONATION_LEVEL;

typedef struct _SECURITY_QUALITY_OF_SERVICE {
    ULONG Length;
    SECURITY_IMPERSONATION_LEVEL ImpersonationLevel;
    SECURITY_CONTEXT_TRACKING_MODE ContextTrackingMode;
    BOOLEAN EffectiveOnly;
} SECURITY_QUALITY_OF_SERVICE, *PSECURITY_QUALITY_OF_SERVICE;

typedef PVOID PACCESS_TOKEN;

typedef struct _SE_IMPERSONATION_STATE {
    PACCESS_TOKEN Token;
    BOOLEAN CopyOnOpen;
    BOOLEAN EffectiveOnly;
    SECURITY_IMPERSONATION_LEVEL Level;
} SE_IMPERSONATION_STATE, *PSE_IMPERSONATION_STATE;

typedef struct _SE_ADT_OBJECT_TYPE {
    GUID ObjectType;
    USHORT Flags;
    USHORT Level;
    ACCESS_MASK AccessMask;
} SE_ADT_OBJECT_TYPE, *PSE_ADT_OBJECT_TYPE;

typedef enum _SE_ADT_PARAMETER_TYPE {
    SeAdtParmTypeNone,
    SeAdtParmTypeString,
    SeAdtParmTypeFileSpec,
    SeAdtParmTypeUlong,
    SeAdtParmTypeSid,
    SeAdtParmTypeLogonId,
    SeAdtParmTypeNoLogonId,
    SeAdtParmTypeAccessMask,
    SeAdtParmTypePrivs,
    SeAdtParmTypeObjectTypes,
    SeAdtParmTypeHexUlong,
    SeAdtParmTypePtr,
    SeAdtParmTypeTime,
    SeAdtParmTypeGuid,
    SeAdtParmTypeLuid,
    SeAdtParmTypeHexInt64,
    SeAdtParmTypeStringList,
    SeAdtParmTypeSidList,
    SeAdtParmTypeDuration,
    SeAdtParmTypeUserAccountControl,
    SeAdtParmTypeNoUac,
    SeAdtParmTypeMessage,
    SeAdtParmTypeDateTime,
    SeAdtParmTypeSockAddr,
    SeAdtParmTypeSD,
    SeAdtParmTypeLogonHours,
    SeAdtParmTypeLogonIdNoSid,
    SeAdtParmTypeUlongNoConv,
    SeAdtParmTypeSockAddrNoPort,
    SeAdtParmTypeAccessReason,
    SeAdtParmTypeStagingReason,
    SeAdtParmTypeResourceAttribute,
    SeAdtParmTypeClaims,
    SeAdtParmTypeLogonIdAsSid,
    SeAdtParmTypeMultiSzString,
    SeAdtParmTypeLogonIdEx,
} SE_ADT_PARAMETER_TYPE, *PSE_ADT_PARAMETER_TYPE;

typedef struct _SE_ADT_PARAMETER_ARRAY_ENTRY {
    SE_ADT_PARAMETER_TYPE Type;
    ULONG Length;
    ULONG_PTR Data[2];
    PVOID Address;
} SE_ADT_PARAMETER_ARRAY_ENTRY, *PSE_ADT_PARAMETER_ARRAY_ENTRY;

typedef PVOID PSECURITY_DESCRIPTOR;

typedef struct _SE_ADT_ACCESS_REASON {
    ACCESS_MASK AccessMask;
    ULONG AccessReasons[32];
    ULONG ObjectTypeIndex;
    ULONG AccessGranted;
    PSECURITY_DESCRIPTOR SecurityDescriptor;
} SE_ADT_ACCESS_REASON, *PSE_ADT_ACCESS_REASON;

typedef PVOID PCLAIMS_BLOB;

typedef struct _SE_ADT_CLAIMS {
    ULONG Length;
    PCLAIMS_BLOB Claims;
} SE_ADT_CLAIMS, *PSE_ADT_CLAIMS;

typedef struct _SE_ADT_PARAMETER_ARRAY {
    ULONG CategoryId;
    ULONG AuditId;
    ULONG ParameterCount;
    ULONG Length;
    USHORT FlatSubCategoryId;
    USHORT Type;
    ULONG Flags;
    SE_ADT_PARAMETER_ARRAY_ENTRY Parameters[32];
} SE_ADT_PARAMETER_ARRAY, *PSE_ADT_PARAMETER_ARRAY;

typedef struct _SE_ADT_PARAMETER_ARRAY_EX {
    ULONG CategoryId;
    ULONG AuditId;
    ULONG Version;
    ULONG ParameterCount;
    ULONG Length;
    USHORT FlatSubCategoryId;
    USHORT Type;
    ULONG Flags;
    SE_ADT_PARAMETER_ARRAY_ENTRY Parameters[32];
} SE_ADT_PARAMETER_ARRAY_EX, *PSE_ADT_PARAMETER_ARRAY_EX;

typedef struct _IO_STATUS_BLOCK {
    union {
        NTSTATUS Status;
        PVOID Pointer;
    };
    ULONG_PTR Information;
} IO_STATUS_BLOCK, *PIO_STATUS_BLOCK;

typedef struct _IO_STATUS_BLOCK32 {
    NTSTATUS Status;
    ULONG Information;
} IO_STATUS_BLOCK32, *PIO_STATUS_BLOCK32;

typedef struct _IO_SESSION_CONNECT_INFO {
    ULONG SessionId;
    BOOLEAN LocalSession;
} IO_SESSION_CONNECT_INFO, *PIO_SESSION_CONNECT_INFO;

typedef struct _FILE_BASIC_INFORMATION {
    LARGE_INTEGER CreationTime;
    LARGE_INTEGER LastAccessTime;
    LARGE_INTEGER LastWriteTime;
    LARGE_INTEGER ChangeTime;
    ULONG FileAttributes;
} FILE_BASIC_INFORMATION, *PFILE_BASIC_INFORMATION;

typedef struct _FILE_STANDARD_INFORMATION {
    LARGE_INTEGER AllocationSize;
    LARGE_INTEGER EndOfFile;
    ULONG NumberOfLinks;
    BOOLEAN DeletePending;
    BOOLEAN Directory;
} FILE_STANDARD_INFORMATION, *PFILE_STANDARD_INFORMATION;

typedef struct _FILE_STANDARD_INFORMATION_EX {
    LARGE_INTEGER AllocationSize;
    LARGE_INTEGER EndOfFile;
    ULONG NumberOfLinks;
    BOOLEAN DeletePending;
    BOOLEAN Directory;
    BOOLEAN AlternateStream;
    BOOLEAN MetadataAttribute;
} FILE_STANDARD_INFORMATION_EX, *PFILE_STANDARD_INFORMATION_EX;

typedef struct _FILE_POSITION_INFORMATION {
    LARGE_INTEGER CurrentByteOffset;
} FILE_POSITION_INFORMATION, *PFILE_POSITION_INFORMATION;

typedef struct _FILE_NETWORK_OPEN_INFORMATION {
    LARGE_INTEGER CreationTime;
    LARGE_INTEGER LastAccessTime;
    LARGE_INTEGER LastWriteTime;
    LARGE_INTEGER ChangeTime;
    LARGE_INTEGER AllocationSize;
    LARGE_INTEGER EndOfFile;
    ULONG FileAttributes;
} FILE_NETWORK_OPEN_INFORMATION, *PFILE_NETWORK_OPEN_INFORMATION;

typedef struct _FILE_FULL_EA_INFORMATION {
    ULONG NextEntryOffset;
    UCHAR Flags;
    UCHAR EaNameLength;
    USHORT EaValueLength;
    CHAR EaName[1];
} FILE_FULL_EA_INFORMATION, *PFILE_FULL_EA_INFORMATION;

typedef struct _FILE_SFIO_RESERVE_INFORMATION {
    ULONG RequestsPerPeriod;
    ULONG Period;
    BOOLEAN RetryFailures;
    BOOLEAN Discardable;
    ULONG RequestSize;
    ULONG NumOutstandingRequests;
} FILE_SFIO_RESERVE_INFORMATION, *PFILE_SFIO_RESERVE_INFORMATION;

typedef struct _FILE_SFIO_VOLUME_INFORMATION {
    ULONG MaximumRequestsPerPeriod;
    ULONG MinimumPeriod;
    ULONG MinimumTransferSize;
} FILE_SFIO_VOLUME_INFORMATION, *PFILE_SFIO_VOLUME_INFORMATION;

typedef enum _IO_PRIORITY_HINT {
    IoPriorityVeryLow,
    IoPriorityLow,
    IoPriorityNormal,
    IoPriorityHigh,
    IoPriorityCritical,
    MaxIoPriorityTypes,
} IO_PRIORITY_HINT;

typedef struct _FILE_IO_PRIORITY_HINT_INFORMATION {
    IO_PRIORITY_HINT PriorityHint;
} FILE_IO_PRIORITY_HINT_INFORMATION, *PFILE_IO_PRIORITY_HINT_INFORMATION;

typedef struct _FILE_IO_PRIORITY_HINT_INFORMATION_EX {
    IO_PRIORITY_HINT PriorityHint;
    BOOLEAN BoostOutstanding;
} FILE_IO_PRIORITY_HINT_INFORMATION_EX, *PFILE_IO_PRIORITY_HINT_INFORMATION_EX;

typedef struct _FILE_IO_COMPLETION_NOTIFICATION_INFORMATION {
    ULONG Flags;
} FILE_IO_COMPLETION_NOTIFICATION_INFORMATION, *PFILE_IO_COMPLETION_NOTIFICATION_INFORMATION;

typedef struct _FILE_PROCESS_IDS_USING_FILE_INFORMATION {
    ULONG NumberOfProcessIdsInList;
    ULONG_PTR ProcessIdList[1];
} FILE_PROCESS_IDS_USING_FILE_INFORMATION, *PFILE_PROCESS_IDS_USING_FILE_INFORMATION;

typedef struct _FILE_IS_REMOTE_DEVICE_INFORMATION {
    BOOLEAN IsRemote;
} FILE_IS_REMOTE_DEVICE_INFORMATION, *PFILE_IS_REMOTE_DEVICE_INFORMATION;

typedef struct _FILE_NUMA_NODE_INFORMATION {
    USHORT NodeNumber;
} FILE_NUMA_NODE_INFORMATION, *PFILE_NUMA_NODE_INFORMATION;

typedef struct _FILE_IOSTATUSBLOCK_RANGE_INFORMATION {
    PUCHAR IoStatusBlockRange;
    ULONG Length;
} FILE_IOSTATUSBLOCK_RANGE_INFORMATION, *PFILE_IOSTATUSBLOCK_RANGE_INFORMATION;

typedef struct _FILE_MEMORY_PARTITION_INFORMATION {
    ULONG_PTR OwnerPartitionHandle;
    union {
        struct {
            UCHAR NoCrossPartitionAccess;
            UCHAR Spare[3];
        };
        ULONG AllFlags;
    } Flags;
} FILE_MEMORY_PARTITION_INFORMATION, *PFILE_MEMORY_PARTITION_INFORMATION;

typedef struct _FILE_FS_DEVICE_INFORMATION {
    ULONG DeviceType;
    ULONG Characteristics;
} FILE_FS_DEVICE_INFORMATION, *PFILE_FS_DEVICE_INFORMATION;

typedef union _FILE_SEGMENT_ELEMENT {
    void *Buffer;
    ULONGLONG Alignment;
} FILE_SEGMENT_ELEMENT, *PFILE_SEGMENT_ELEMENT;

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

typedef struct _KEY_BASIC_INFORMATION {
    LARGE_INTEGER LastWriteTime;
    ULONG TitleIndex;
    ULONG NameLength;
    WCHAR Name[1];
} KEY_BASIC_INFORMATION, *PKEY_BASIC_INFORMATION;

typedef struct _KEY_NODE_INFORMATION {
    LARGE_INTEGER LastWriteTime;
    ULONG TitleIndex;
    ULONG ClassOffset;
    ULONG ClassLength;
    ULONG NameLength;
    WCHAR Name[1];
} KEY_NODE_INFORMATION, *PKEY_NODE_INFORMATION;

typedef struct _KEY_FULL_INFORMATION {
    LARGE_INTEGER LastWriteTime;
    ULONG TitleIndex;
    ULONG ClassOffset;
    ULONG ClassLength;
    ULONG SubKeys;
    ULONG MaxNameLen;
    ULONG MaxClassLen;
    ULONG Values;
    ULONG MaxValueNameLen;
    ULONG MaxValueDataLen;
    WCHAR Class[1];
} KEY_FULL_INFORMATION, *PKEY_FULL_INFORMATION;

typedef struct _KEY_WRITE_TIME_INFORMATION {
    LARGE_INTEGER LastWriteTime;
} KEY_WRITE_TIME_INFORMATION, *PKEY_WRITE_TIME_INFORMATION;

typedef struct _KEY_WOW64_FLAGS_INFORMATION {
    ULONG UserFlags;
} KEY_WOW64_FLAGS_INFORMATION, *PKEY_WOW64_FLAGS_INFORMATION;

typedef struct _KEY_CONTROL_FLAGS_INFORMATION {
    ULONG ControlFlags;
} KEY_CONTROL_FLAGS_INFORMATION, *PKEY_CONTROL_FLAGS_INFORMATION;

typedef struct _KEY_SET_VIRTUALIZATION_INFORMATION {
    ULONG VirtualTarget : 1;
    ULONG VirtualStore : 1;
    ULONG VirtualSource : 1;
    ULONG Reserved : 29;
} KEY_SET_VIRTUALIZATION_INFORMATION, *PKEY_SET_VIRTUALIZATION_INFORMATION;

typedef struct _KEY_VALUE_BASIC_INFORMATION {
    ULONG TitleIndex;
    ULONG Type;
    ULONG NameLength;
    WCHAR Name[1];
} KEY_VALUE_BASIC_INFORMATION, *PKEY_VALUE_BASIC_INFORMATION;

typedef struct _KEY_VALUE_FULL_INFORMATION {
    ULONG TitleIndex;
    ULONG Type;
    ULONG DataOffset;
    ULONG DataLength;
    ULONG NameLength;
    WCHAR Name[1];
} KEY_VALUE_FULL_INFORMATION, *PKEY_VALUE_FULL_INFORMATION;

typedef struct _KEY_VALUE_PARTIAL_INFORMATION {
    ULONG TitleIndex;
    ULONG Type;
    ULONG DataLength;
    UCHAR Data[1];
} KEY_VALUE_PARTIAL_INFORMATION, *PKEY_VALUE_PARTIAL_INFORMATION;

typedef struct _KEY_VALUE_PARTIAL_INFORMATION_ALIGN64 {
    ULONG Type;
    ULONG DataLength;
    UCHAR Data[1];
} KEY_VALUE_PARTIAL_INFORMATION_ALIGN64, *PKEY_VALUE_PARTIAL_INFORMATION_ALIGN64;

typedef struct _KEY_VALUE_LAYER_INFORMATION {
    ULONG IsTombstone : 1;
    ULONG Reserved : 31;
} KEY_VALUE_LAYER_INFORMATION, *PKEY_VALUE_LAYER_INFORMATION;

typedef struct _KEY_VALUE_ENTRY {
    PUNICODE_STRING ValueName;
    ULONG DataLength;
    ULONG DataOffset;
    ULONG Type;
} KEY_VALUE_ENTRY, *PKEY_VALUE_ENTRY;

typedef struct _KEY_TRUST_INFORMATION {
    ULONG TrustedKey : 1;
    ULONG Reserved : 31;
} KEY_TRUST_INFORMATION, *PKEY_TRUST_INFORMATION;

typedef struct _OBJECT_NAME_INFORMATION {
    UNICODE_STRING Name;
} OBJECT_NAME_INFORMATION, *POBJECT_NAME_INFORMATION;

typedef struct _CLIENT_ID {
    HANDLE UniqueProcess;
    HANDLE UniqueThread;
} CLIENT_ID, *PCLIENT_ID;

typedef enum _SYSTEM_POWER_STATE {
    PowerSystemUnspecified,
    PowerSystemWorking,
    PowerSystemSleeping1,
    PowerSystemSleeping2,
    PowerSystemSleeping3,
    PowerSystemHibernate,
    PowerSystemShutdown,
    PowerSystemMaximum,
} SYSTEM_POWER_STATE, *PSYSTEM_POWER_STATE;

typedef enum _DEVICE_POWER_STATE {
    PowerDeviceUnspecified,
    PowerDeviceD0,
    PowerDeviceD1,
    PowerDeviceD2,
    PowerDeviceD3,
    PowerDeviceMaximum,
} DEVICE_POWER_STATE, *PDEVICE_POWER_STATE;

typedef union _POWER_STATE {
    SYSTEM_POWER_STATE SystemState;
    DEVICE_POWER_STATE DeviceState;
} POWER_STATE, *PPOWER_STATE;

typedef struct _SYSTEM_POWER_STATE_CONTEXT {
    union {
        struct {
            ULONG Reserved1 : 8;
            ULONG TargetSystemState : 4;
            ULONG EffectiveSystemState : 4;
            ULONG CurrentSystemState : 4;
            ULONG IgnoreHibernationPath : 1;
            ULONG PseudoTransition : 1;
            ULONG KernelSoftReboot : 1;
            ULONG Reserved2 : 9;
        };
        ULONG ContextAsUlong;
    };
} SYSTEM_POWER_STATE_CONTEXT, *PSYSTEM_POWER_STATE_CONTEXT;

typedef struct _COUNTED_REASON_CONTEXT {
    ULONG Version;
    ULONG Flags;
    union {
        struct {
            UNICODE_STRING ResourceFileName;
            USHORT ResourceReasonId;
            ULONG StringCount;
            PUNICODE_STRING ReasonStrings;
        };
        UNICODE_STRING SimpleString;
    };
} COUNTED_REASON_CONTEXT, *PCOUNTED_REASON_CONTEXT;

typedef struct CM_Power_Data_s {
    ULONG PD_Size;
    DEVICE_POWER_STATE PD_MostRecentPowerState;
    ULONG PD_Capabilities;
    ULONG PD_D1Latency;
    ULONG PD_D2Latency;
    ULONG PD_D3Latency;
    DEVICE_POWER_STATE PD_PowerStateMapping[7];
    SYSTEM_POWER_STATE PD_DeepestSystemWake;
} CM_POWER_DATA, *PCM_POWER_DATA;

typedef enum POWER_USER_PRESENCE_TYPE {
    UserNotPresent,
    UserPresent,
    UserUnknown = 255,
} POWER_USER_PRESENCE_TYPE, *PPOWER_USER_PRESENCE_TYPE;

typedef struct _POWER_USER_PRESENCE {
    POWER_USER_PRESENCE_TYPE UserPresence;
} POWER_USER_PRESENCE, *PPOWER_USER_PRESENCE;

typedef struct _POWER_SESSION_CONNECT {
    BOOLEAN Connected;
    BOOLEAN Console;
} POWER_SESSION_CONNECT, *PPOWER_SESSION_CONNECT;

typedef struct _POWER_SESSION_TIMEOUTS {
    ULONG InputTimeout;
    ULONG DisplayTimeout;
} POWER_SESSION_TIMEOUTS, *PPOWER_SESSION_TIMEOUTS;

typedef struct _POWER_SESSION_RIT_STATE {
    BOOLEAN Active;
    ULONG LastInputTime;
} POWER_SESSION_RIT_STATE, *PPOWER_SESSION_RIT_STATE;

typedef struct _POWER_SESSION_WINLOGON {
    ULONG SessionId;
    BOOLEAN Console;
    BOOLEAN Locked;
} POWER_SESSION_WINLOGON, *PPOWER_SESSION_WINLOGON;

typedef struct _POWER_IDLE_RESILIENCY {
    ULONG CoalescingTimeout;
    ULONG IdleResiliencyPeriod;
} POWER_IDLE_RESILIENCY, *PPOWER_IDLE_RESILIENCY;

typedef enum POWER_MONITOR_REQUEST_REASON {
    MonitorRequestReasonUnknown,
    MonitorRequestReasonPowerButton,
    MonitorRequestReasonRemoteConnection,
    MonitorRequestReasonScMonitorpower,
    MonitorRequestReasonUserInput,
    MonitorRequestReasonAcDcDisplayBurst,
    MonitorRequestReasonUserDisplayBurst,
    MonitorRequestReasonPoSetSystemState,
    MonitorRequestReasonSetThreadExecutionState,
    MonitorRequestReasonFullWake,
    MonitorRequestReasonSessionUnlock,
    MonitorRequestReasonScreenOffRequest,
    MonitorRequestReasonIdleTimeout,
    MonitorRequestReasonPolicyChange,
    MonitorRequestReasonSleepButton,
    MonitorRequestReasonLid,
    MonitorRequestReasonBatteryCountChange,
    MonitorRequestReasonGracePeriod,
    MonitorRequestReasonPnP,
    MonitorRequestReasonDP,
    MonitorRequestReasonSxTransition,
    MonitorRequestReasonSystemIdle,
    MonitorRequestReasonNearProximity,
    MonitorRequestReasonThermalStandby,
    MonitorRequestReasonResumePdc,
    MonitorRequestReasonResumeS4,
    MonitorRequestReasonTerminal,
    MonitorRequestReasonPdcSignal,
    MonitorRequestReasonAcDcDisplayBurstSuppressed,
    MonitorRequestReasonSystemStateEntered,
    MonitorRequestReasonWinrt,
    MonitorRequestReasonUserInputKeyboard,
    MonitorRequestReasonUserInputMouse,
    MonitorRequestReasonUserInputTouch,
    MonitorRequestReasonUserInputPen,
    MonitorRequestReasonUserInputAccelerometer,
    MonitorRequestReasonUserInputHid,
    MonitorRequestReasonUserInputPoUserPresent,
    MonitorRequestReasonUserInputSessionSwitch,
    MonitorRequestReasonUserInputInitialization,
    MonitorRequestReasonPdcSignalWindowsMobilePwrNotif,
    MonitorRequestReasonPdcSignalWindowsMobileShell,
    MonitorRequestReasonPdcSignalHeyCortana,
    MonitorRequestReasonPdcSignalHolographicShell,
    MonitorRequestReasonMax,
} POWER_MONITOR_REQUEST_REASON;

typedef struct _POWER_MONITOR_INVOCATION {
    BOOLEAN Console;
    POWER_MONITOR_REQUEST_REASON RequestReason;
} POWER_MONITOR_INVOCATION, *PPOWER_MONITOR_INVOCATION;

typedef struct _RESUME_PERFORMANCE {
    ULONG PostTimeMs;
    ULONGLONG TotalResumeTimeMs;
    ULONGLONG ResumeCompleteTimestamp;
} RESUME_PERFORMANCE, *PRESUME_PERFORMANCE;

typedef enum SYSTEM_POWER_CONDITION {
    PoAc,
    PoDc,
    PoHot,
    PoConditionMaximum,
} SYSTEM_POWER_CONDITION;

typedef struct SET_POWER_SETTING_VALUE {
    ULONG Version;
    GUID Guid;
    SYSTEM_POWER_CONDITION PowerCondition;
    ULONG DataLength;
    UCHAR Data[1];
} SET_POWER_SETTING_VALUE, *PSET_POWER_SETTING_VALUE;

typedef struct NOTIFY_USER_POWER_SETTING {
    GUID Guid;
} NOTIFY_USER_POWER_SETTING, *PNOTIFY_USER_POWER_SETTING;

typedef struct _APPLICATIONLAUNCH_SETTING_VALUE {
    LARGE_INTEGER ActivationTime;
    ULONG Flags;
    ULONG ButtonInstanceID;
} APPLICATIONLAUNCH_SETTING_VALUE, *PAPPLICATIONLAUNCH_SETTING_VALUE;

typedef struct _POWER_PLATFORM_INFORMATION {
    BOOLEAN AoAc;
} POWER_PLATFORM_INFORMATION, *PPOWER_PLATFORM_INFORMATION;

typedef struct BATTERY_REPORTING_SCALE {
    ULONG Granularity;
    ULONG Capacity;
} BATTERY_REPORTING_SCALE, *PBATTERY_REPORTING_SCALE;

#pragma pack(push, 4)
typedef struct _CM_PARTIAL_RESOURCE_DESCRIPTOR {
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
} CM_PARTIAL_RESOURCE_DESCRIPTOR, *PCM_PARTIAL_RESOURCE_DESCRIPTOR;
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

typedef struct _IO_RESOURCE_DESCRIPTOR {
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
} IO_RESOURCE_DESCRIPTOR, *PIO_RESOURCE_DESCRIPTOR;

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

typedef struct DECLSPEC_ALIGN(16) _SLIST_ENTRY {
    struct _SLIST_ENTRY *Next;
} SLIST_ENTRY, *PSLIST_ENTRY;

typedef union DECLSPEC_ALIGN(16) _SLIST_HEADER {
    struct {
        ULONGLONG Alignment;
        ULONGLONG Region;
    };
    struct {
        ULONGLONG Depth : 16;
        ULONGLONG Sequence : 48;
        ULONGLONG Reserved : 4;
        ULONGLONG NextEntry : 60;
    } HeaderX64;
} SLIST_HEADER, *PSLIST_HEADER;

typedef NTSTATUS (NTAPI *PRTL_QUERY_REGISTRY_ROUTINE)(void);

typedef struct _RTL_QUERY_REGISTRY_TABLE {
    PRTL_QUERY_REGISTRY_ROUTINE QueryRoutine;
    ULONG Flags;
    PWSTR Name;
    PVOID EntryContext;
    ULONG DefaultType;
    PVOID DefaultData;
    ULONG DefaultLength;
} RTL_QUERY_REGISTRY_TABLE, *PRTL_QUERY_REGISTRY_TABLE;

typedef struct _TIME_FIELDS {
    CSHORT Year;
    CSHORT Month;
    CSHORT Day;
    CSHORT Hour;
    CSHORT Minute;
    CSHORT Second;
    CSHORT Milliseconds;
    CSHORT Weekday;
} TIME_FIELDS, *PTIME_FIELDS;

typedef struct _RTL_BITMAP {
    ULONG SizeOfBitMap;
    PULONG Buffer;
} RTL_BITMAP, *PRTL_BITMAP;

typedef struct _RTL_BITMAP_RUN {
    ULONG StartingIndex;
    ULONG NumberOfBits;
} RTL_BITMAP_RUN, *PRTL_BITMAP_RUN;

typedef struct _OSVERSIONINFOA {
    ULONG dwOSVersionInfoSize;
    ULONG dwMajorVersion;
    ULONG dwMinorVersion;
    ULONG dwBuildNumber;
    ULONG dwPlatformId;
    CHAR szCSDVersion[128];
} OSVERSIONINFOA, *LPOSVERSIONINFOA, *POSVERSIONINFOA;

typedef struct _OSVERSIONINFOW {
    ULONG dwOSVersionInfoSize;
    ULONG dwMajorVersion;
    ULONG dwMinorVersion;
    ULONG dwBuildNumber;
    ULONG dwPlatformId;
    WCHAR szCSDVersion[128];
} OSVERSIONINFOW, RTL_OSVERSIONINFOW, *LPOSVERSIONINFOW, *POSVERSIONINFOW, *PRTL_OSVERSIONINFOW;

typedef struct _OSVERSIONINFOEXA {
    ULONG dwOSVersionInfoSize;
    ULONG dwMajorVersion;
    ULONG dwMinorVersion;
    ULONG dwBuildNumber;
    ULONG dwPlatformId;
    CHAR szCSDVersion[128];
    USHORT wServicePackMajor;
    USHORT wServicePackMinor;
    USHORT wSuiteMask;
    UCHAR wProductType;
    UCHAR wReserved;
} OSVERSIONINFOEXA, *LPOSVERSIONINFOEXA, *POSVERSIONINFOEXA;

typedef struct _OSVERSIONINFOEXW {
    ULONG dwOSVersionInfoSize;
    ULONG dwMajorVersion;
    ULONG dwMinorVersion;
    ULONG dwBuildNumber;
    ULONG dwPlatformId;
    WCHAR szCSDVersion[128];
    USHORT wServicePackMajor;
    USHORT wServicePackMinor;
    USHORT wSuiteMask;
    UCHAR wProductType;
    UCHAR wReserved;
} OSVERSIONINFOEXW, RTL_OSVERSIONINFOEXW, *LPOSVERSIONINFOEXW, *POSVERSIONINFOEXW, *PRTL_OSVERSIONINFOEXW;

typedef enum _IMAGE_POLICY_ENTRY_TYPE {
    ImagePolicyEntryTypeNone,
    ImagePolicyEntryTypeBool,
    ImagePolicyEntryTypeInt8,
    ImagePolicyEntryTypeUInt8,
    ImagePolicyEntryTypeInt16,
    ImagePolicyEntryTypeUInt16,
    ImagePolicyEntryTypeInt32,
    ImagePolicyEntryTypeUInt32,
    ImagePolicyEntryTypeInt64,
    ImagePolicyEntryTypeUInt64,
    ImagePolicyEntryTypeAnsiString,
    ImagePolicyEntryTypeUnicodeString,
    ImagePolicyEntryTypeMaximum,
} IMAGE_POLICY_ENTRY_TYPE;

typedef enum _IMAGE_POLICY_ID {
    ImagePolicyIdNone,
    ImagePolicyIdEtw,
    ImagePolicyIdDebug,
    ImagePolicyIdCrashDump,
    ImagePolicyIdCrashDumpKey,
    ImagePolicyIdCrashDumpKeyGuid,
    ImagePolicyIdParentSd,
    ImagePolicyIdParentSdRev,
    ImagePolicyIdSvn,
    ImagePolicyIdDeviceId,
    ImagePolicyIdCapability,
    ImagePolicyIdScenarioId,
    ImagePolicyIdMaximum,
} IMAGE_POLICY_ID;

typedef struct _IMAGE_POLICY_ENTRY {
    IMAGE_POLICY_ENTRY_TYPE Type;
    IMAGE_POLICY_ID PolicyId;
    union {
        const void *None;
        BOOLEAN BoolValue;
        INT8 Int8Value;
        UINT8 UInt8Value;
        INT16 Int16Value;
        UINT16 UInt16Value;
        INT32 Int32Value;
        UINT32 UInt32Value;
        INT64 Int64Value;
        UINT64 UInt64Value;
        PCSTR AnsiStringValue;
        PCWSTR UnicodeStringValue;
    } u;
} IMAGE_POLICY_ENTRY;

typedef struct _IMAGE_POLICY_METADATA {
    UCHAR Version;
    UCHAR Reserved0[7];
    ULONGLONG ApplicationId;
    IMAGE_POLICY_ENTRY Policies[];
} IMAGE_POLICY_METADATA;

typedef struct _TRANSACTION_BASIC_INFORMATION {
    GUID TransactionId;
    ULONG State;
    ULONG Outcome;
} TRANSACTION_BASIC_INFORMATION, *PTRANSACTION_BASIC_INFORMATION;

typedef struct _TRANSACTIONMANAGER_BASIC_INFORMATION {
    GUID TmIdentity;
    LARGE_INTEGER VirtualClock;
} TRANSACTIONMANAGER_BASIC_INFORMATION, *PTRANSACTIONMANAGER_BASIC_INFORMATION;

typedef struct _TRANSACTIONMANAGER_LOG_INFORMATION {
    GUID LogIdentity;
} TRANSACTIONMANAGER_LOG_INFORMATION, *PTRANSACTIONMANAGER_LOG_INFORMATION;

typedef struct _TRANSACTIONMANAGER_LOGPATH_INFORMATION {
    ULONG LogPathLength;
    WCHAR LogPath[1];
} TRANSACTIONMANAGER_LOGPATH_INFORMATION, *PTRANSACTIONMANAGER_LOGPATH_INFORMATION;

typedef struct _TRANSACTIONMANAGER_RECOVERY_INFORMATION {
    ULONGLONG LastRecoveredLsn;
} TRANSACTIONMANAGER_RECOVERY_INFORMATION, *PTRANSACTIONMANAGER_RECOVERY_INFORMATION;

typedef struct _TRANSACTION_PROPERTIES_INFORMATION {
    ULONG IsolationLevel;
    ULONG IsolationFlags;
    LARGE_INTEGER Timeout;
    ULONG Outcome;
    ULONG DescriptionLength;
    WCHAR Description[1];
} TRANSACTION_PROPERTIES_INFORMATION, *PTRANSACTION_PROPERTIES_INFORMATION;

typedef struct _TRANSACTION_BIND_INFORMATION {
    HANDLE TmHandle;
} TRANSACTION_BIND_INFORMATION, *PTRANSACTION_BIND_INFORMATION;

typedef struct _TRANSACTION_ENLISTMENT_PAIR {
    GUID EnlistmentId;
    GUID ResourceManagerId;
} TRANSACTION_ENLISTMENT_PAIR, *PTRANSACTION_ENLISTMENT_PAIR;

typedef struct _TRANSACTION_ENLISTMENTS_INFORMATION {
    ULONG NumberOfEnlistments;
    TRANSACTION_ENLISTMENT_PAIR EnlistmentPair[1];
} TRANSACTION_ENLISTMENTS_INFORMATION, *PTRANSACTION_ENLISTMENTS_INFORMATION;

typedef struct _TRANSACTION_SUPERIOR_ENLISTMENT_INFORMATION {
    TRANSACTION_ENLISTMENT_PAIR SuperiorEnlistmentPair;
} TRANSACTION_SUPERIOR_ENLISTMENT_INFORMATION, *PTRANSACTION_SUPERIOR_ENLISTMENT_INFORMATION;

typedef struct _RESOURCEMANAGER_BASIC_INFORMATION {
    GUID ResourceManagerId;
    ULONG DescriptionLength;
    WCHAR Description[1];
} RESOURCEMANAGER_BASIC_INFORMATION, *PRESOURCEMANAGER_BASIC_INFORMATION;

typedef struct _RESOURCEMANAGER_COMPLETION_INFORMATION {
    HANDLE IoCompletionPortHandle;
    ULONG_PTR CompletionKey;
} RESOURCEMANAGER_COMPLETION_INFORMATION, *PRESOURCEMANAGER_COMPLETION_INFORMATION;

typedef struct _ENLISTMENT_BASIC_INFORMATION {
    GUID EnlistmentId;
    GUID TransactionId;
    GUID ResourceManagerId;
} ENLISTMENT_BASIC_INFORMATION, *PENLISTMENT_BASIC_INFORMATION;

typedef struct _ENLISTMENT_CRM_INFORMATION {
    GUID CrmTransactionManagerId;
    GUID CrmResourceManagerId;
    GUID CrmEnlistmentId;
} ENLISTMENT_CRM_INFORMATION, *PENLISTMENT_CRM_INFORMATION;

typedef struct _TRANSACTION_LIST_ENTRY {
    UOW UOW;
} TRANSACTION_LIST_ENTRY, *PTRANSACTION_LIST_ENTRY;

typedef struct _TRANSACTION_LIST_INFORMATION {
    ULONG NumberOfTransactions;
    TRANSACTION_LIST_ENTRY TransactionInformation[1];
} TRANSACTION_LIST_INFORMATION, *PTRANSACTION_LIST_INFORMATION;

typedef struct _KTMOBJECT_CURSOR {
    GUID LastQuery;
    ULONG ObjectIdCount;
    GUID ObjectIds[1];
} KTMOBJECT_CURSOR, *PKTMOBJECT_CURSOR;

typedef enum _POOL_TYPE {
    NonPagedPool,
    NonPagedPoolExecute = 0,
    PagedPool,
    NonPagedPoolMustSucceed,
    DontUseThisType,
    NonPagedPoolCacheAligned,
    PagedPoolCacheAligned,
    NonPagedPoolCacheAlignedMustS,
    MaxPoolType,
    NonPagedPoolBase = 0,
    NonPagedPoolBaseMustSucceed = 2,
    NonPagedPoolBaseCacheAligned = 4,
    NonPagedPoolBaseCacheAlignedMustS = 6,
    NonPagedPoolSession = 32,
    PagedPoolSession,
    NonPagedPoolMustSucceedSession,
    DontUseThisTypeSession,
    NonPagedPoolCacheAlignedSession,
    PagedPoolCacheAlignedSession,
    NonPagedPoolCacheAlignedMustSSession,
    NonPagedPoolNx = 512,
    NonPagedPoolNxCacheAligned = 516,
    NonPagedPoolSessionNx = 544,
} POOL_TYPE;

typedef struct _LOOKASIDE_LIST_EX LOOKASIDE_LIST_EX, *PLOOKASIDE_LIST_EX;

typedef PVOID NTAPI ALLOCATE_FUNCTION_EX(
    POOL_TYPE PoolType,
    SIZE_T NumberOfBytes,
    ULONG Tag,
    PLOOKASIDE_LIST_EX Lookaside);

typedef ALLOCATE_FUNCTION_EX *PALLOCATE_FUNCTION_EX;
typedef PVOID NTAPI ALLOCATE_FUNCTION(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag);
typedef ALLOCATE_FUNCTION *PALLOCATE_FUNCTION;
typedef void NTAPI FREE_FUNCTION_EX(PVOID Buffer, PLOOKASIDE_LIST_EX Lookaside);
typedef FREE_FUNCTION_EX *PFREE_FUNCTION_EX;
typedef void NTAPI FREE_FUNCTION(PVOID Buffer);
typedef FREE_FUNCTION *PFREE_FUNCTION;

typedef struct DECLSPEC_ALIGN(64) _GENERAL_LOOKASIDE {
    union {
        SLIST_HEADER ListHead;
        SINGLE_LIST_ENTRY SingleListHead;
    };
    USHORT Depth;
    USHORT MaximumDepth;
    ULONG TotalAllocates;
    union {
        ULONG AllocateMisses;
        ULONG AllocateHits;
    };
    ULONG TotalFrees;
    union {
        ULONG FreeMisses;
        ULONG FreeHits;
    };
    POOL_TYPE Type;
    ULONG Tag;
    ULONG Size;
    union {
        PALLOCATE_FUNCTION_EX AllocateEx;
        PALLOCATE_FUNCTION Allocate;
    };
    union {
        PFREE_FUNCTION_EX FreeEx;
        PFREE_FUNCTION Free;
    };
    LIST_ENTRY ListEntry;
    ULONG LastTotalAllocates;
    union {
        ULONG LastAllocateMisses;
        ULONG LastAllocateHits;
    };
    ULONG Future[2];
} GENERAL_LOOKASIDE, *PGENERAL_LOOKASIDE;

typedef struct _GENERAL_LOOKASIDE_POOL {
    union {
        SLIST_HEADER ListHead;
        SINGLE_LIST_ENTRY SingleListHead;
    };
    USHORT Depth;
    USHORT MaximumDepth;
    ULONG TotalAllocates;
    union {
        ULONG AllocateMisses;
        ULONG AllocateHits;
    };
    ULONG TotalFrees;
    union {
        ULONG FreeMisses;
        ULONG FreeHits;
    };
    POOL_TYPE Type;
    ULONG Tag;
    ULONG Size;
    union {
        PALLOCATE_FUNCTION_EX AllocateEx;
        PALLOCATE_FUNCTION Allocate;
    };
    union {
        PFREE_FUNCTION_EX FreeEx;
        PFREE_FUNCTION Free;
    };
    LIST_ENTRY ListEntry;
    ULONG LastTotalAllocates;
    union {
        ULONG LastAllocateMisses;
        ULONG LastAllocateHits;
    };
    ULONG Future[2];
} GENERAL_LOOKASIDE_POOL, *PGENERAL_LOOKASIDE_POOL;

struct _KTHREAD;

typedef struct _KAPC {
    UCHAR Type;
    UCHAR SpareByte0;
    UCHAR Size;
    UCHAR SpareByte1;
    ULONG SpareLong0;
    struct _KTHREAD *Thread;
    LIST_ENTRY ApcListEntry;
    PVOID Reserved[3];
    PVOID NormalContext;
    PVOID SystemArgument1;
    PVOID SystemArgument2;
    CCHAR ApcStateIndex;
    KPROCESSOR_MODE ApcMode;
    BOOLEAN Inserted;
} KAPC, *PKAPC, *PRKAPC;

typedef struct _KDPC KDPC, *PKDPC, *PRKDPC;

typedef void NTAPI KDEFERRED_ROUTINE(
    struct _KDPC *Dpc,
    PVOID DeferredContext,
    PVOID SystemArgument1,
    PVOID SystemArgument2);

typedef KDEFERRED_ROUTINE *PKDEFERRED_ROUTINE;

struct _KDPC {
    union {
        ULONG TargetInfoAsUlong;
        struct {
            UCHAR Type;
            UCHAR Importance;
            volatile USHORT Number;
        };
    };
    SINGLE_LIST_ENTRY DpcListEntry;
    KAFFINITY ProcessorHistory;
    PKDEFERRED_ROUTINE DeferredRoutine;
    PVOID DeferredContext;
    PVOID SystemArgument1;
    PVOID SystemArgument2;
    PVOID DpcData;
};

struct _EPROCESS;

typedef struct _MDL {
    struct _MDL *Next;
    CSHORT Size;
    CSHORT MdlFlags;
    struct _EPROCESS *Process;
    PVOID MappedSystemVa;
    PVOID StartVa;
    ULONG ByteCount;
    ULONG ByteOffset;
} MDL, *PMDL, *PMDLX;

typedef struct _DISPATCHER_HEADER {
    union {
        volatile LONG Lock;
        LONG LockNV;
        struct {
            UCHAR Type;
            UCHAR Signalling;
            UCHAR Size;
            UCHAR Reserved1;
        };
        struct {
            UCHAR TimerType;
            union {
                UCHAR TimerControlFlags;
                struct {
                    UCHAR Absolute : 1;
                    UCHAR Wake : 1;
                    UCHAR EncodedTolerableDelay : 6;
                };
            };
            UCHAR Hand;
            union {
                UCHAR TimerMiscFlags;
                struct {
                    UCHAR Index : 6;
                    UCHAR Inserted : 1;
                    volatile UCHAR Expired : 1;
                };
            };
        };
        struct {
            UCHAR Timer2Type;
            union {
                UCHAR Timer2Flags;
                struct {
                    UCHAR Timer2Inserted : 1;
                    UCHAR Timer2Expiring : 1;
                    UCHAR Timer2CancelPending : 1;
                    UCHAR Timer2SetPending : 1;
                    UCHAR Timer2Running : 1;
                    UCHAR Timer2Disabled : 1;
                    UCHAR Timer2ReservedFlags : 2;
                };
            };
            UCHAR Timer2ComponentId;
            UCHAR Timer2RelativeId;
        };
        struct {
            UCHAR QueueType;
            union {
                UCHAR QueueControlFlags;
                struct {
                    UCHAR Abandoned : 1;
                    UCHAR DisableIncrement : 1;
                    UCHAR QueueReservedControlFlags : 6;
                };
            };
            UCHAR QueueSize;
            UCHAR QueueReserved;
        };
        struct {
            UCHAR ThreadType;
            UCHAR ThreadReserved;
            union {
                UCHAR ThreadControlFlags;
                struct {
                    UCHAR CycleProfiling : 1;
                    UCHAR CounterProfiling : 1;
                    UCHAR GroupScheduling : 1;
                    UCHAR AffinitySet : 1;
                    UCHAR Tagged : 1;
                    UCHAR EnergyProfiling : 1;
                    UCHAR ThreadReservedControlFlags : 2;
                };
            };
            union {
                UCHAR DebugActive;
                struct {
                    BOOLEAN ActiveDR7 : 1;
                    BOOLEAN Instrumented : 1;
                    BOOLEAN Minimal : 1;
                    BOOLEAN Reserved4 : 3;
                    BOOLEAN UmsScheduled : 1;
                    BOOLEAN UmsPrimary : 1;
                };
            };
        };
        struct {
            UCHAR MutantType;
            UCHAR MutantSize;
            BOOLEAN DpcActive;
            UCHAR MutantReserved;
        };
    };
    LONG SignalState;
    LIST_ENTRY WaitListHead;
} DISPATCHER_HEADER, *PDISPATCHER_HEADER;

typedef struct _KEVENT {
    DISPATCHER_HEADER Header;
} KEVENT, *PKEVENT, *PRKEVENT;

typedef struct _KGATE {
    DISPATCHER_HEADER Header;
} KGATE, *PKGATE;

typedef struct _KTIMER {
    DISPATCHER_HEADER Header;
    ULARGE_INTEGER DueTime;
    LIST_ENTRY TimerListEntry;
    struct _KDPC *Dpc;
    ULONG Processor;
    ULONG Period;
} KTIMER, *PKTIMER, *PRKTIMER;

typedef struct _FAST_MUTEX {
    LONG Count;
    PVOID Owner;
    ULONG Contention;
    KEVENT Event;
    ULONG OldIrql;
} FAST_MUTEX, KGUARDED_MUTEX, *PFAST_MUTEX, *PKGUARDED_MUTEX;

typedef struct _KFLOATING_SAVE {
    ULONG Dummy;
} KFLOATING_SAVE, *PKFLOATING_SAVE;

typedef enum _PROCESSOR_CACHE_TYPE {
    CacheUnified,
    CacheInstruction,
    CacheData,
    CacheTrace,
} PROCESSOR_CACHE_TYPE;

typedef struct _CACHE_DESCRIPTOR {
    UCHAR Level;
    UCHAR Associativity;
    USHORT LineSize;
    ULONG Size;
    PROCESSOR_CACHE_TYPE Type;
} CACHE_DESCRIPTOR, *PCACHE_DESCRIPTOR;

typedef enum _LOGICAL_PROCESSOR_RELATIONSHIP {
    RelationProcessorCore,
    RelationNumaNode,
    RelationCache,
    RelationProcessorPackage,
    RelationGroup,
    RelationAll = 65535,
} LOGICAL_PROCESSOR_RELATIONSHIP;

typedef struct _SYSTEM_LOGICAL_PROCESSOR_INFORMATION {
    ULONG_PTR ProcessorMask;
    LOGICAL_PROCESSOR_RELATIONSHIP Relationship;
    union {
        struct {
            UCHAR Flags;
        } ProcessorCore;
        struct {
            ULONG NodeNumber;
        } NumaNode;
        CACHE_DESCRIPTOR Cache;
        ULONGLONG Reserved[2];
    };
} SYSTEM_LOGICAL_PROCESSOR_INFORMATION, *PSYSTEM_LOGICAL_PROCESSOR_INFORMATION;

typedef struct _PROCESSOR_RELATIONSHIP {
    UCHAR Flags;
    UCHAR EfficiencyClass;
    UCHAR Reserved[20];
    USHORT GroupCount;
    GROUP_AFFINITY GroupMask[1];
} PROCESSOR_RELATIONSHIP, *PPROCESSOR_RELATIONSHIP;

typedef struct _NUMA_NODE_RELATIONSHIP {
    ULONG NodeNumber;
    UCHAR Reserved[20];
    GROUP_AFFINITY GroupMask;
} NUMA_NODE_RELATIONSHIP, *PNUMA_NODE_RELATIONSHIP;

typedef struct _CACHE_RELATIONSHIP {
    UCHAR Level;
    UCHAR Associativity;
    USHORT LineSize;
    ULONG CacheSize;
    PROCESSOR_CACHE_TYPE Type;
    UCHAR Reserved[20];
    GROUP_AFFINITY GroupMask;
} CACHE_RELATIONSHIP, *PCACHE_RELATIONSHIP;

typedef struct _PROCESSOR_GROUP_INFO {
    UCHAR MaximumProcessorCount;
    UCHAR ActiveProcessorCount;
    UCHAR Reserved[38];
    KAFFINITY ActiveProcessorMask;
} PROCESSOR_GROUP_INFO, *PPROCESSOR_GROUP_INFO;

typedef struct _GROUP_RELATIONSHIP {
    USHORT MaximumGroupCount;
    USHORT ActiveGroupCount;
    UCHAR Reserved[20];
    PROCESSOR_GROUP_INFO GroupInfo[1];
} GROUP_RELATIONSHIP, *PGROUP_RELATIONSHIP;

typedef struct _SYSTEM_LOGICAL_PROCESSOR_INFORMATION_EX {
    LOGICAL_PROCESSOR_RELATIONSHIP Relationship;
    ULONG Size;
    union {
        PROCESSOR_RELATIONSHIP Processor;
        NUMA_NODE_RELATIONSHIP NumaNode;
        CACHE_RELATIONSHIP Cache;
        GROUP_RELATIONSHIP Group;
    };
} SYSTEM_LOGICAL_PROCESSOR_INFORMATION_EX, *PSYSTEM_LOGICAL_PROCESSOR_INFORMATION_EX;

typedef enum _CPU_SET_INFORMATION_TYPE {
    CpuSetInformation,
} CPU_SET_INFORMATION_TYPE, *PCPU_SET_INFORMATION_TYPE;

typedef struct _SYSTEM_CPU_SET_INFORMATION {
    ULONG Size;
    CPU_SET_INFORMATION_TYPE Type;
    struct {
        ULONG Id;
        USHORT Group;
        UCHAR LogicalProcessorIndex;
        UCHAR CoreIndex;
        UCHAR LastLevelCacheIndex;
        UCHAR NumaNodeIndex;
        UCHAR EfficiencyClass;
        union {
            UCHAR AllFlags;
            struct {
                UCHAR Parked : 1;
                UCHAR Allocated : 1;
                UCHAR AllocatedToTargetProcess : 1;
                UCHAR RealTime : 1;
                UCHAR ReservedFlags : 4;
            };
        };
        ULONG Reserved;
        ULONG64 AllocationTag;
    } CpuSet;
} SYSTEM_CPU_SET_INFORMATION, *PSYSTEM_CPU_SET_INFORMATION;

typedef struct _EXCEPTION_RECORD32 {
    NTSTATUS ExceptionCode;
    ULONG ExceptionFlags;
    ULONG ExceptionRecord;
    ULONG ExceptionAddress;
    ULONG NumberParameters;
    ULONG ExceptionInformation[15];
} EXCEPTION_RECORD32, *PEXCEPTION_RECORD32;

typedef struct _EXCEPTION_RECORD64 {
    NTSTATUS ExceptionCode;
    ULONG ExceptionFlags;
    ULONG64 ExceptionRecord;
    ULONG64 ExceptionAddress;
    ULONG NumberParameters;
    ULONG __unusedAlignment;
    ULONG64 ExceptionInformation[15];
} EXCEPTION_RECORD64, *PEXCEPTION_RECORD64;

typedef struct _EXCEPTION_POINTERS {
    PEXCEPTION_RECORD ExceptionRecord;
    PCONTEXT ContextRecord;
} EXCEPTION_POINTERS, *PEXCEPTION_POINTERS;

struct _KQUEUE;

typedef struct _KWAIT_BLOCK {
    LIST_ENTRY WaitListEntry;
    UCHAR WaitType;
    volatile UCHAR BlockState;
    USHORT WaitKey;
    LONG SpareLong;
    union {
        struct _KTHREAD *Thread;
        struct _KQUEUE *NotificationQueue;
    };
    PVOID Object;
    PVOID SparePtr;
} KWAIT_BLOCK, *PKWAIT_BLOCK, *PRKWAIT_BLOCK;

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

typedef struct _KDEVICE_QUEUE_ENTRY {
    LIST_ENTRY DeviceListEntry;
    ULONG SortKey;
    BOOLEAN Inserted;
} KDEVICE_QUEUE_ENTRY, *PKDEVICE_QUEUE_ENTRY, *PRKDEVICE_QUEUE_ENTRY;

typedef struct _KMUTANT {
    DISPATCHER_HEADER Header;
    LIST_ENTRY MutantListEntry;
    struct _KTHREAD *OwnerThread;
    BOOLEAN Abandoned;
    UCHAR ApcDisable;
} KMUTANT, KMUTEX, *PKMUTANT, *PKMUTEX, *PRKMUTANT, *PRKMUTEX;

typedef struct _KSEMAPHORE {
    DISPATCHER_HEADER Header;
    LONG Limit;
} KSEMAPHORE, *PKSEMAPHORE, *PRKSEMAPHORE;

typedef struct _KDPC_WATCHDOG_INFORMATION {
    ULONG DpcTimeLimit;
    ULONG DpcTimeCount;
    ULONG DpcWatchdogLimit;
    ULONG DpcWatchdogCount;
    ULONG Reserved;
} KDPC_WATCHDOG_INFORMATION, *PKDPC_WATCHDOG_INFORMATION;

typedef void NTAPI KBUGCHECK_CALLBACK_ROUTINE(PVOID Buffer, ULONG Length);
typedef KBUGCHECK_CALLBACK_ROUTINE *PKBUGCHECK_CALLBACK_ROUTINE;

typedef struct _KBUGCHECK_CALLBACK_RECORD {
    LIST_ENTRY Entry;
    PKBUGCHECK_CALLBACK_ROUTINE CallbackRoutine;
    PVOID Buffer;
    ULONG Length;
    PUCHAR Component;
    ULONG_PTR Checksum;
    UCHAR State;
} KBUGCHECK_CALLBACK_RECORD, *PKBUGCHECK_CALLBACK_RECORD;

typedef enum _KBUGCHECK_CALLBACK_REASON {
    KbCallbackInvalid,
    KbCallbackReserved1,
    KbCallbackSecondaryDumpData,
    KbCallbackDumpIo,
    KbCallbackAddPages,
    KbCallbackSecondaryMultiPartDumpData,
    KbCallbackRemovePages,
} KBUGCHECK_CALLBACK_REASON;

typedef struct _KBUGCHECK_REASON_CALLBACK_RECORD KBUGCHECK_REASON_CALLBACK_RECORD, *PKBUGCHECK_REASON_CALLBACK_RECORD;

typedef void NTAPI KBUGCHECK_REASON_CALLBACK_ROUTINE(
    KBUGCHECK_CALLBACK_REASON Reason,
    struct _KBUGCHECK_REASON_CALLBACK_RECORD *Record,
    PVOID ReasonSpecificData,
    ULONG ReasonSpecificDataLength);

typedef KBUGCHECK_REASON_CALLBACK_ROUTINE *PKBUGCHECK_REASON_CALLBACK_ROUTINE;

struct _KBUGCHECK_REASON_CALLBACK_RECORD {
    LIST_ENTRY Entry;
    PKBUGCHECK_REASON_CALLBACK_ROUTINE CallbackRoutine;
    PUCHAR Component;
    ULONG_PTR Checksum;
    KBUGCHECK_CALLBACK_REASON Reason;
    UCHAR State;
};

typedef struct _KBUGCHECK_SECONDARY_DUMP_DATA {
    PVOID InBuffer;
    ULONG InBufferLength;
    ULONG MaximumAllowed;
    GUID Guid;
    PVOID OutBuffer;
    ULONG OutBufferLength;
} KBUGCHECK_SECONDARY_DUMP_DATA, *PKBUGCHECK_SECONDARY_DUMP_DATA;

typedef struct _KBUGCHECK_SECONDARY_DUMP_DATA_EX {
    PVOID InBuffer;
    ULONG InBufferLength;
    ULONG MaximumAllowed;
    GUID Guid;
    PVOID OutBuffer;
    ULONG OutBufferLength;
    PVOID Context;
    ULONG Flags;
    ULONG DumpType;
    ULONG BugCheckCode;
    ULONG_PTR BugCheckParameter1;
    ULONG_PTR BugCheckParameter2;
    ULONG_PTR BugCheckParameter3;
    ULONG_PTR BugCheckParameter4;
} KBUGCHECK_SECONDARY_DUMP_DATA_EX, *PKBUGCHECK_SECONDARY_DUMP_DATA_EX;

typedef enum _KBUGCHECK_DUMP_IO_TYPE {
    KbDumpIoInvalid,
    KbDumpIoHeader,
    KbDumpIoBody,
    KbDumpIoSecondaryData,
    KbDumpIoComplete,
} KBUGCHECK_DUMP_IO_TYPE;

typedef struct _KBUGCHECK_DUMP_IO {
    ULONG64 Offset;
    PVOID Buffer;
    ULONG BufferLength;
    KBUGCHECK_DUMP_IO_TYPE Type;
} KBUGCHECK_DUMP_IO, *PKBUGCHECK_DUMP_IO;

typedef struct _KBUGCHECK_ADD_PAGES {
    PVOID Context;
    ULONG Flags;
    ULONG BugCheckCode;
    ULONG_PTR Address;
    ULONG_PTR Count;
} KBUGCHECK_ADD_PAGES, *PKBUGCHECK_ADD_PAGES;

typedef struct _KBUGCHECK_REMOVE_PAGES {
    PVOID Context;
    ULONG Flags;
    ULONG BugCheckCode;
    ULONG_PTR Address;
    ULONG_PTR Count;
} KBUGCHECK_REMOVE_PAGES, *PKBUGCHECK_REMOVE_PAGES;

typedef enum KE_PROCESSOR_CHANGE_NOTIFY_STATE {
    KeProcessorAddStartNotify,
    KeProcessorAddCompleteNotify,
    KeProcessorAddFailureNotify,
} KE_PROCESSOR_CHANGE_NOTIFY_STATE;

typedef struct _KE_PROCESSOR_CHANGE_NOTIFY_CONTEXT {
    KE_PROCESSOR_CHANGE_NOTIFY_STATE State;
    ULONG NtNumber;
    NTSTATUS Status;
    PROCESSOR_NUMBER ProcNumber;
} KE_PROCESSOR_CHANGE_NOTIFY_CONTEXT, *PKE_PROCESSOR_CHANGE_NOTIFY_CONTEXT;

typedef struct _XSTATE_SAVE {
    struct _XSTATE_SAVE *Prev;
    struct _KTHREAD *Thread;
    UCHAR Level;
    XSTATE_CONTEXT XStateContext;
} XSTATE_SAVE, *PXSTATE_SAVE;

typedef struct _EXT_SET_PARAMETERS_V0 {
    ULONG Version;
    ULONG Reserved;
    LONGLONG NoWakeTolerance;
} EXT_SET_PARAMETERS, *PEXT_SET_PARAMETERS, *PKT2_SET_PARAMETERS;

typedef struct _KWAIT_CHAIN {
    PVOID Head;
} KWAIT_CHAIN, *PKWAIT_CHAIN;

struct _LOOKASIDE_LIST_EX {
    GENERAL_LOOKASIDE_POOL L;
};

typedef struct _NPAGED_LOOKASIDE_LIST {
    GENERAL_LOOKASIDE L;
} NPAGED_LOOKASIDE_LIST, *PNPAGED_LOOKASIDE_LIST;

typedef struct _PAGED_LOOKASIDE_LIST {
    GENERAL_LOOKASIDE L;
} PAGED_LOOKASIDE_LIST, *PPAGED_LOOKASIDE_LIST;

typedef void NTAPI WORKER_THREAD_ROUTINE(PVOID Parameter);
typedef WORKER_THREAD_ROUTINE *PWORKER_THREAD_ROUTINE;

typedef struct _WORK_QUEUE_ITEM {
    LIST_ENTRY List;
    PWORKER_THREAD_ROUTINE WorkerRoutine;
    PVOID Parameter;
} WORK_QUEUE_ITEM, *PWORK_QUEUE_ITEM;

typedef struct _OWNER_ENTRY {
    ERESOURCE_THREAD OwnerThread;
    union {
        struct {
            ULONG IoPriorityBoosted : 1;
            ULONG OwnerReferenced : 1;
            ULONG IoQoSPriorityBoosted : 1;
            ULONG OwnerCount : 29;
        };
        ULONG TableSize;
    };
} OWNER_ENTRY, *POWNER_ENTRY;

typedef struct _ERESOURCE {
    LIST_ENTRY SystemResourcesList;
    POWNER_ENTRY OwnerTable;
    SHORT ActiveCount;
    union {
        USHORT Flag;
        struct {
            UCHAR ReservedLowFlags;
            UCHAR WaiterPriority;
        };
    };
    PVOID SharedWaiters;
    PVOID ExclusiveWaiters;
    OWNER_ENTRY OwnerEntry;
    ULONG ActiveEntries;
    ULONG ContentionCount;
    ULONG NumberOfSharedWaiters;
    ULONG NumberOfExclusiveWaiters;
    PVOID Reserved2;
    union {
        PVOID Address;
        ULONG_PTR CreatorBackTraceIndex;
    };
    KSPIN_LOCK SpinLock;
} ERESOURCE, *PERESOURCE;

typedef struct _RESOURCE_HASH_ENTRY {
    LIST_ENTRY ListEntry;
    PVOID Address;
    ULONG ContentionCount;
    ULONG Number;
} RESOURCE_HASH_ENTRY, *PRESOURCE_HASH_ENTRY;

typedef struct _RESOURCE_PERFORMANCE_DATA {
    ULONG ActiveResourceCount;
    ULONG TotalResourceCount;
    ULONG ExclusiveAcquire;
    ULONG SharedFirstLevel;
    ULONG SharedSecondLevel;
    ULONG StarveFirstLevel;
    ULONG StarveSecondLevel;
    ULONG WaitForExclusive;
    ULONG OwnerTableExpands;
    ULONG MaximumTableExpand;
    LIST_ENTRY HashTable[64];
} RESOURCE_PERFORMANCE_DATA, *PRESOURCE_PERFORMANCE_DATA;

typedef struct _EX_RUNDOWN_REF {
    union {
        ULONG_PTR Count;
        PVOID Ptr;
    };
} EX_RUNDOWN_REF, *PEX_RUNDOWN_REF;

typedef void NTAPI EXT_DELETE_CALLBACK(PVOID Context);
typedef EXT_DELETE_CALLBACK *PEXT_DELETE_CALLBACK;

typedef struct _EXT_DELETE_PARAMETERS {
    ULONG Version;
    ULONG Reserved;
    PEXT_DELETE_CALLBACK DeleteCallback;
    PVOID DeleteContext;
} EXT_DELETE_PARAMETERS, *PEXT_DELETE_PARAMETERS;

typedef struct _REG_DELETE_KEY_INFORMATION {
    PVOID Object;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_DELETE_KEY_INFORMATION, REG_FLUSH_KEY_INFORMATION, *PREG_DELETE_KEY_INFORMATION, *PREG_FLUSH_KEY_INFORMATION;

typedef struct _REG_SET_VALUE_KEY_INFORMATION {
    PVOID Object;
    PUNICODE_STRING ValueName;
    ULONG TitleIndex;
    ULONG Type;
    PVOID Data;
    ULONG DataSize;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_SET_VALUE_KEY_INFORMATION, *PREG_SET_VALUE_KEY_INFORMATION;

typedef struct _REG_DELETE_VALUE_KEY_INFORMATION {
    PVOID Object;
    PUNICODE_STRING ValueName;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_DELETE_VALUE_KEY_INFORMATION, *PREG_DELETE_VALUE_KEY_INFORMATION;

typedef enum _KEY_SET_INFORMATION_CLASS {
    KeyWriteTimeInformation,
    KeyWow64FlagsInformation,
    KeyControlFlagsInformation,
    KeySetVirtualizationInformation,
    KeySetDebugInformation,
    KeySetHandleTagsInformation,
    KeySetLayerInformation,
    MaxKeySetInfoClass,
} KEY_SET_INFORMATION_CLASS;

typedef struct _REG_SET_INFORMATION_KEY_INFORMATION {
    PVOID Object;
    KEY_SET_INFORMATION_CLASS KeySetInformationClass;
    PVOID KeySetInformation;
    ULONG KeySetInformationLength;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_SET_INFORMATION_KEY_INFORMATION, *PREG_SET_INFORMATION_KEY_INFORMATION;

typedef enum _KEY_INFORMATION_CLASS {
    KeyBasicInformation,
    KeyNodeInformation,
    KeyFullInformation,
    KeyNameInformation,
    KeyCachedInformation,
    KeyFlagsInformation,
    KeyVirtualizationInformation,
    KeyHandleTagsInformation,
    KeyTrustInformation,
    KeyLayerInformation,
    MaxKeyInfoClass,
} KEY_INFORMATION_CLASS;

typedef struct _REG_ENUMERATE_KEY_INFORMATION {
    PVOID Object;
    ULONG Index;
    KEY_INFORMATION_CLASS KeyInformationClass;
    PVOID KeyInformation;
    ULONG Length;
    PULONG ResultLength;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_ENUMERATE_KEY_INFORMATION, *PREG_ENUMERATE_KEY_INFORMATION;

typedef enum _KEY_VALUE_INFORMATION_CLASS {
    KeyValueBasicInformation,
    KeyValueFullInformation,
    KeyValuePartialInformation,
    KeyValueFullInformationAlign64,
    KeyValuePartialInformationAlign64,
    KeyValueLayerInformation,
    MaxKeyValueInfoClass,
} KEY_VALUE_INFORMATION_CLASS;

typedef struct _REG_ENUMERATE_VALUE_KEY_INFORMATION {
    PVOID Object;
    ULONG Index;
    KEY_VALUE_INFORMATION_CLASS KeyValueInformationClass;
    PVOID KeyValueInformation;
    ULONG Length;
    PULONG ResultLength;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_ENUMERATE_VALUE_KEY_INFORMATION, *PREG_ENUMERATE_VALUE_KEY_INFORMATION;

typedef struct _REG_QUERY_KEY_INFORMATION {
    PVOID Object;
    KEY_INFORMATION_CLASS KeyInformationClass;
    PVOID KeyInformation;
    ULONG Length;
    PULONG ResultLength;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_QUERY_KEY_INFORMATION, *PREG_QUERY_KEY_INFORMATION;

typedef struct _REG_QUERY_VALUE_KEY_INFORMATION {
    PVOID Object;
    PUNICODE_STRING ValueName;
    KEY_VALUE_INFORMATION_CLASS KeyValueInformationClass;
    PVOID KeyValueInformation;
    ULONG Length;
    PULONG ResultLength;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_QUERY_VALUE_KEY_INFORMATION, *PREG_QUERY_VALUE_KEY_INFORMATION;

typedef struct _REG_QUERY_MULTIPLE_VALUE_KEY_INFORMATION {
    PVOID Object;
    PKEY_VALUE_ENTRY ValueEntries;
    ULONG EntryCount;
    PVOID ValueBuffer;
    PULONG BufferLength;
    PULONG RequiredBufferLength;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_QUERY_MULTIPLE_VALUE_KEY_INFORMATION, *PREG_QUERY_MULTIPLE_VALUE_KEY_INFORMATION;

typedef struct _REG_RENAME_KEY_INFORMATION {
    PVOID Object;
    PUNICODE_STRING NewName;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_RENAME_KEY_INFORMATION, *PREG_RENAME_KEY_INFORMATION;

typedef struct _REG_KEY_HANDLE_CLOSE_INFORMATION {
    PVOID Object;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_KEY_HANDLE_CLOSE_INFORMATION, *PREG_KEY_HANDLE_CLOSE_INFORMATION;

typedef struct _REG_CREATE_KEY_INFORMATION {
    PUNICODE_STRING CompleteName;
    PVOID RootObject;
    PVOID ObjectType;
    ULONG CreateOptions;
    PUNICODE_STRING Class;
    PVOID SecurityDescriptor;
    PVOID SecurityQualityOfService;
    ACCESS_MASK DesiredAccess;
    ACCESS_MASK GrantedAccess;
    PULONG Disposition;
    PVOID *ResultObject;
    PVOID CallContext;
    PVOID RootObjectContext;
    PVOID Transaction;
    PVOID Reserved;
} REG_CREATE_KEY_INFORMATION, REG_OPEN_KEY_INFORMATION, *PREG_CREATE_KEY_INFORMATION, *PREG_OPEN_KEY_INFORMATION;

typedef struct _REG_CREATE_KEY_INFORMATION_V1 {
    PUNICODE_STRING CompleteName;
    PVOID RootObject;
    PVOID ObjectType;
    ULONG Options;
    PUNICODE_STRING Class;
    PVOID SecurityDescriptor;
    PVOID SecurityQualityOfService;
    ACCESS_MASK DesiredAccess;
    ACCESS_MASK GrantedAccess;
    PULONG Disposition;
    PVOID *ResultObject;
    PVOID CallContext;
    PVOID RootObjectContext;
    PVOID Transaction;
    ULONG_PTR Version;
    PUNICODE_STRING RemainingName;
    ULONG Wow64Flags;
    ULONG Attributes;
    KPROCESSOR_MODE CheckAccessMode;
} REG_CREATE_KEY_INFORMATION_V1, REG_OPEN_KEY_INFORMATION_V1, *PREG_CREATE_KEY_INFORMATION_V1, *PREG_OPEN_KEY_INFORMATION_V1;

typedef struct _REG_POST_OPERATION_INFORMATION {
    PVOID Object;
    NTSTATUS Status;
    PVOID PreInformation;
    NTSTATUS ReturnStatus;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_POST_OPERATION_INFORMATION, *PREG_POST_OPERATION_INFORMATION;

typedef struct _REG_PRE_CREATE_KEY_INFORMATION {
    PUNICODE_STRING CompleteName;
} REG_PRE_CREATE_KEY_INFORMATION, REG_PRE_OPEN_KEY_INFORMATION, *PREG_PRE_CREATE_KEY_INFORMATION, *PREG_PRE_OPEN_KEY_INFORMATION;

typedef struct _REG_POST_CREATE_KEY_INFORMATION {
    PUNICODE_STRING CompleteName;
    PVOID Object;
    NTSTATUS Status;
} REG_POST_CREATE_KEY_INFORMATION, REG_POST_OPEN_KEY_INFORMATION, *PREG_POST_CREATE_KEY_INFORMATION, *PREG_POST_OPEN_KEY_INFORMATION;

typedef struct _REG_LOAD_KEY_INFORMATION {
    PVOID Object;
    PUNICODE_STRING KeyName;
    PUNICODE_STRING SourceFile;
    ULONG Flags;
    PVOID TrustClassObject;
    PVOID UserEvent;
    ACCESS_MASK DesiredAccess;
    PHANDLE RootHandle;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_LOAD_KEY_INFORMATION, *PREG_LOAD_KEY_INFORMATION;

typedef struct _REG_UNLOAD_KEY_INFORMATION {
    PVOID Object;
    PVOID UserEvent;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_UNLOAD_KEY_INFORMATION, *PREG_UNLOAD_KEY_INFORMATION;

typedef struct _REG_CALLBACK_CONTEXT_CLEANUP_INFORMATION {
    PVOID Object;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_CALLBACK_CONTEXT_CLEANUP_INFORMATION, *PREG_CALLBACK_CONTEXT_CLEANUP_INFORMATION;

typedef ULONG *PSECURITY_INFORMATION;

typedef struct _REG_QUERY_KEY_SECURITY_INFORMATION {
    PVOID Object;
    PSECURITY_INFORMATION SecurityInformation;
    PSECURITY_DESCRIPTOR SecurityDescriptor;
    PULONG Length;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_QUERY_KEY_SECURITY_INFORMATION, *PREG_QUERY_KEY_SECURITY_INFORMATION;

typedef struct _REG_SET_KEY_SECURITY_INFORMATION {
    PVOID Object;
    PSECURITY_INFORMATION SecurityInformation;
    PSECURITY_DESCRIPTOR SecurityDescriptor;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_SET_KEY_SECURITY_INFORMATION, *PREG_SET_KEY_SECURITY_INFORMATION;

typedef struct _REG_RESTORE_KEY_INFORMATION {
    PVOID Object;
    HANDLE FileHandle;
    ULONG Flags;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_RESTORE_KEY_INFORMATION, *PREG_RESTORE_KEY_INFORMATION;

typedef struct _REG_SAVE_KEY_INFORMATION {
    PVOID Object;
    HANDLE FileHandle;
    ULONG Format;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_SAVE_KEY_INFORMATION, *PREG_SAVE_KEY_INFORMATION;

typedef struct _REG_REPLACE_KEY_INFORMATION {
    PVOID Object;
    PUNICODE_STRING OldFileName;
    PUNICODE_STRING NewFileName;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_REPLACE_KEY_INFORMATION, *PREG_REPLACE_KEY_INFORMATION;

typedef struct _REG_QUERY_KEY_NAME {
    PVOID Object;
    POBJECT_NAME_INFORMATION ObjectNameInfo;
    ULONG Length;
    PULONG ReturnLength;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_QUERY_KEY_NAME, *PREG_QUERY_KEY_NAME;

typedef struct _MM_PHYSICAL_ADDRESS_LIST {
    PHYSICAL_ADDRESS PhysicalAddress;
    SIZE_T NumberOfBytes;
} MM_PHYSICAL_ADDRESS_LIST, *PMM_PHYSICAL_ADDRESS_LIST;

typedef struct _SECURITY_SUBJECT_CONTEXT {
    PACCESS_TOKEN ClientToken;
    SECURITY_IMPERSONATION_LEVEL ImpersonationLevel;
    PACCESS_TOKEN PrimaryToken;
    PVOID ProcessAuditId;
} SECURITY_SUBJECT_CONTEXT, *PSECURITY_SUBJECT_CONTEXT;

typedef struct _INITIAL_PRIVILEGE_SET {
    ULONG PrivilegeCount;
    ULONG Control;
    LUID_AND_ATTRIBUTES Privilege[3];
} INITIAL_PRIVILEGE_SET, *PINITIAL_PRIVILEGE_SET;

typedef struct _ACCESS_STATE {
    LUID OperationID;
    BOOLEAN SecurityEvaluated;
    BOOLEAN GenerateAudit;
    BOOLEAN GenerateOnClose;
    BOOLEAN PrivilegesAllocated;
    ULONG Flags;
    ACCESS_MASK RemainingDesiredAccess;
    ACCESS_MASK PreviouslyGrantedAccess;
    ACCESS_MASK OriginalDesiredAccess;
    SECURITY_SUBJECT_CONTEXT SubjectSecurityContext;
    PSECURITY_DESCRIPTOR SecurityDescriptor;
    PVOID AuxData;
    union {
        INITIAL_PRIVILEGE_SET InitialPrivilegeSet;
        PRIVILEGE_SET PrivilegeSet;
    } Privileges;
    BOOLEAN AuditPrivileges;
    UNICODE_STRING ObjectName;
    UNICODE_STRING ObjectTypeName;
} ACCESS_STATE, *PACCESS_STATE;

typedef struct _NAMED_PIPE_CREATE_PARAMETERS {
    ULONG NamedPipeType;
    ULONG ReadMode;
    ULONG CompletionMode;
    ULONG MaximumInstances;
    ULONG InboundQuota;
    ULONG OutboundQuota;
    LARGE_INTEGER DefaultTimeout;
    BOOLEAN TimeoutSpecified;
} NAMED_PIPE_CREATE_PARAMETERS, *PNAMED_PIPE_CREATE_PARAMETERS;

typedef struct _MAILSLOT_CREATE_PARAMETERS {
    ULONG MailslotQuota;
    ULONG MaximumMessageSize;
    LARGE_INTEGER ReadTimeout;
    BOOLEAN TimeoutSpecified;
} MAILSLOT_CREATE_PARAMETERS, *PMAILSLOT_CREATE_PARAMETERS;

typedef struct _FILE_OBJECT FILE_OBJECT, *PFILE_OBJECT, *PLOG_FILE_OBJECT;
typedef struct _DEVICE_OBJECT DEVICE_OBJECT, *PDEVICE_OBJECT;

typedef BOOLEAN NTAPI FAST_IO_CHECK_IF_POSSIBLE(
    struct _FILE_OBJECT *FileObject,
    PLARGE_INTEGER FileOffset,
    ULONG Length,
    BOOLEAN Wait,
    ULONG LockKey,
    BOOLEAN CheckForReadOperation,
    PIO_STATUS_BLOCK IoStatus,
    struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_CHECK_IF_POSSIBLE *PFAST_IO_CHECK_IF_POSSIBLE;

typedef BOOLEAN NTAPI FAST_IO_READ(
    struct _FILE_OBJECT *FileObject,
    PLARGE_INTEGER FileOffset,
    ULONG Length,
    BOOLEAN Wait,
    ULONG LockKey,
    PVOID Buffer,
    PIO_STATUS_BLOCK IoStatus,
    struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_READ *PFAST_IO_READ;

typedef BOOLEAN NTAPI FAST_IO_WRITE(
    struct _FILE_OBJECT *FileObject,
    PLARGE_INTEGER FileOffset,
    ULONG Length,
    BOOLEAN Wait,
    ULONG LockKey,
    PVOID Buffer,
    PIO_STATUS_BLOCK IoStatus,
    struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_WRITE *PFAST_IO_WRITE;

typedef BOOLEAN NTAPI FAST_IO_QUERY_BASIC_INFO(
    struct _FILE_OBJECT *FileObject,
    BOOLEAN Wait,
    PFILE_BASIC_INFORMATION Buffer,
    PIO_STATUS_BLOCK IoStatus,
    struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_QUERY_BASIC_INFO *PFAST_IO_QUERY_BASIC_INFO;

typedef BOOLEAN NTAPI FAST_IO_QUERY_STANDARD_INFO(
    struct _FILE_OBJECT *FileObject,
    BOOLEAN Wait,
    PFILE_STANDARD_INFORMATION Buffer,
    PIO_STATUS_BLOCK IoStatus,
    struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_QUERY_STANDARD_INFO *PFAST_IO_QUERY_STANDARD_INFO;
typedef struct _EPROCESS *PEPROCESS;

typedef BOOLEAN NTAPI FAST_IO_LOCK(
    struct _FILE_OBJECT *FileObject,
    PLARGE_INTEGER FileOffset,
    PLARGE_INTEGER Length,
    PEPROCESS ProcessId,
    ULONG Key,
    BOOLEAN FailImmediately,
    BOOLEAN ExclusiveLock,
    PIO_STATUS_BLOCK IoStatus,
    struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_LOCK *PFAST_IO_LOCK;

typedef BOOLEAN NTAPI FAST_IO_UNLOCK_SINGLE(
    struct _FILE_OBJECT *FileObject,
    PLARGE_INTEGER FileOffset,
    PLARGE_INTEGER Length,
    PEPROCESS ProcessId,
    ULONG Key,
    PIO_STATUS_BLOCK IoStatus,
    struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_UNLOCK_SINGLE *PFAST_IO_UNLOCK_SINGLE;

typedef BOOLEAN NTAPI FAST_IO_UNLOCK_ALL(
    struct _FILE_OBJECT *FileObject,
    PEPROCESS ProcessId,
    PIO_STATUS_BLOCK IoStatus,
    struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_UNLOCK_ALL *PFAST_IO_UNLOCK_ALL;

typedef BOOLEAN NTAPI FAST_IO_UNLOCK_ALL_BY_KEY(
    struct _FILE_OBJECT *FileObject,
    PVOID ProcessId,
    ULONG Key,
    PIO_STATUS_BLOCK IoStatus,
    struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_UNLOCK_ALL_BY_KEY *PFAST_IO_UNLOCK_ALL_BY_KEY;

typedef BOOLEAN NTAPI FAST_IO_DEVICE_CONTROL(
    struct _FILE_OBJECT *FileObject,
    BOOLEAN Wait,
    PVOID InputBuffer,
    ULONG InputBufferLength,
    PVOID OutputBuffer,
    ULONG OutputBufferLength,
    ULONG IoControlCode,
    PIO_STATUS_BLOCK IoStatus,
    struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_DEVICE_CONTROL *PFAST_IO_DEVICE_CONTROL;
typedef void NTAPI FAST_IO_ACQUIRE_FILE(struct _FILE_OBJECT *FileObject);
typedef FAST_IO_ACQUIRE_FILE *PFAST_IO_ACQUIRE_FILE;
typedef void NTAPI FAST_IO_RELEASE_FILE(struct _FILE_OBJECT *FileObject);
typedef FAST_IO_RELEASE_FILE *PFAST_IO_RELEASE_FILE;

typedef void NTAPI FAST_IO_DETACH_DEVICE(
    struct _DEVICE_OBJECT *SourceDevice,
    struct _DEVICE_OBJECT *TargetDevice);

typedef FAST_IO_DETACH_DEVICE *PFAST_IO_DETACH_DEVICE;

typedef BOOLEAN NTAPI FAST_IO_QUERY_NETWORK_OPEN_INFO(
    struct _FILE_OBJECT *FileObject,
    BOOLEAN Wait,
    struct _FILE_NETWORK_OPEN_INFORMATION *Buffer,
    struct _IO_STATUS_BLOCK *IoStatus,
    struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_QUERY_NETWORK_OPEN_INFO *PFAST_IO_QUERY_NETWORK_OPEN_INFO;

typedef NTSTATUS NTAPI FAST_IO_ACQUIRE_FOR_MOD_WRITE(
    struct _FILE_OBJECT *FileObject,
    PLARGE_INTEGER EndingOffset,
    struct _ERESOURCE **ResourceToRelease,
    struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_ACQUIRE_FOR_MOD_WRITE *PFAST_IO_ACQUIRE_FOR_MOD_WRITE;

typedef BOOLEAN NTAPI FAST_IO_MDL_READ(
    struct _FILE_OBJECT *FileObject,
    PLARGE_INTEGER FileOffset,
    ULONG Length,
    ULONG LockKey,
    PMDL *MdlChain,
    PIO_STATUS_BLOCK IoStatus,
    struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_MDL_READ *PFAST_IO_MDL_READ;

typedef BOOLEAN NTAPI FAST_IO_MDL_READ_COMPLETE(
    struct _FILE_OBJECT *FileObject,
    PMDL MdlChain,
    struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_MDL_READ_COMPLETE *PFAST_IO_MDL_READ_COMPLETE;

typedef BOOLEAN NTAPI FAST_IO_PREPARE_MDL_WRITE(
    struct _FILE_OBJECT *FileObject,
    PLARGE_INTEGER FileOffset,
    ULONG Length,
    ULONG LockKey,
    PMDL *MdlChain,
    PIO_STATUS_BLOCK IoStatus,
    struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_PREPARE_MDL_WRITE *PFAST_IO_PREPARE_MDL_WRITE;

typedef BOOLEAN NTAPI FAST_IO_MDL_WRITE_COMPLETE(
    struct _FILE_OBJECT *FileObject,
    PLARGE_INTEGER FileOffset,
    PMDL MdlChain,
    struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_MDL_WRITE_COMPLETE *PFAST_IO_MDL_WRITE_COMPLETE;
struct _COMPRESSED_DATA_INFO;

typedef BOOLEAN NTAPI FAST_IO_READ_COMPRESSED(
    struct _FILE_OBJECT *FileObject,
    PLARGE_INTEGER FileOffset,
    ULONG Length,
    ULONG LockKey,
    PVOID Buffer,
    PMDL *MdlChain,
    PIO_STATUS_BLOCK IoStatus,
    struct _COMPRESSED_DATA_INFO *CompressedDataInfo,
    ULONG CompressedDataInfoLength,
    struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_READ_COMPRESSED *PFAST_IO_READ_COMPRESSED;

typedef BOOLEAN NTAPI FAST_IO_WRITE_COMPRESSED(
    struct _FILE_OBJECT *FileObject,
    PLARGE_INTEGER FileOffset,
    ULONG Length,
    ULONG LockKey,
    PVOID Buffer,
    PMDL *MdlChain,
    PIO_STATUS_BLOCK IoStatus,
    struct _COMPRESSED_DATA_INFO *CompressedDataInfo,
    ULONG CompressedDataInfoLength,
    struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_WRITE_COMPRESSED *PFAST_IO_WRITE_COMPRESSED;

typedef BOOLEAN NTAPI FAST_IO_MDL_READ_COMPLETE_COMPRESSED(
    struct _FILE_OBJECT *FileObject,
    PMDL MdlChain,
    struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_MDL_READ_COMPLETE_COMPRESSED *PFAST_IO_MDL_READ_COMPLETE_COMPRESSED;

typedef BOOLEAN NTAPI FAST_IO_MDL_WRITE_COMPLETE_COMPRESSED(
    struct _FILE_OBJECT *FileObject,
    PLARGE_INTEGER FileOffset,
    PMDL MdlChain,
    struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_MDL_WRITE_COMPLETE_COMPRESSED *PFAST_IO_MDL_WRITE_COMPLETE_COMPRESSED;
typedef struct _IRP IRP, *PIRP;

typedef BOOLEAN NTAPI FAST_IO_QUERY_OPEN(
    struct _IRP *Irp,
    PFILE_NETWORK_OPEN_INFORMATION NetworkInformation,
    struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_QUERY_OPEN *PFAST_IO_QUERY_OPEN;

typedef NTSTATUS NTAPI FAST_IO_RELEASE_FOR_MOD_WRITE(
    struct _FILE_OBJECT *FileObject,
    struct _ERESOURCE *ResourceToRelease,
    struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_RELEASE_FOR_MOD_WRITE *PFAST_IO_RELEASE_FOR_MOD_WRITE;

typedef NTSTATUS NTAPI FAST_IO_ACQUIRE_FOR_CCFLUSH(
    struct _FILE_OBJECT *FileObject,
    struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_ACQUIRE_FOR_CCFLUSH *PFAST_IO_ACQUIRE_FOR_CCFLUSH;

typedef NTSTATUS NTAPI FAST_IO_RELEASE_FOR_CCFLUSH(
    struct _FILE_OBJECT *FileObject,
    struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_RELEASE_FOR_CCFLUSH *PFAST_IO_RELEASE_FOR_CCFLUSH;

typedef struct _FAST_IO_DISPATCH {
    ULONG SizeOfFastIoDispatch;
    PFAST_IO_CHECK_IF_POSSIBLE FastIoCheckIfPossible;
    PFAST_IO_READ FastIoRead;
    PFAST_IO_WRITE FastIoWrite;
    PFAST_IO_QUERY_BASIC_INFO FastIoQueryBasicInfo;
    PFAST_IO_QUERY_STANDARD_INFO FastIoQueryStandardInfo;
    PFAST_IO_LOCK FastIoLock;
    PFAST_IO_UNLOCK_SINGLE FastIoUnlockSingle;
    PFAST_IO_UNLOCK_ALL FastIoUnlockAll;
    PFAST_IO_UNLOCK_ALL_BY_KEY FastIoUnlockAllByKey;
    PFAST_IO_DEVICE_CONTROL FastIoDeviceControl;
    PFAST_IO_ACQUIRE_FILE AcquireFileForNtCreateSection;
    PFAST_IO_RELEASE_FILE ReleaseFileForNtCreateSection;
    PFAST_IO_DETACH_DEVICE FastIoDetachDevice;
    PFAST_IO_QUERY_NETWORK_OPEN_INFO FastIoQueryNetworkOpenInfo;
    PFAST_IO_ACQUIRE_FOR_MOD_WRITE AcquireForModWrite;
    PFAST_IO_MDL_READ MdlRead;
    PFAST_IO_MDL_READ_COMPLETE MdlReadComplete;
    PFAST_IO_PREPARE_MDL_WRITE PrepareMdlWrite;
    PFAST_IO_MDL_WRITE_COMPLETE MdlWriteComplete;
    PFAST_IO_READ_COMPRESSED FastIoReadCompressed;
    PFAST_IO_WRITE_COMPRESSED FastIoWriteCompressed;
    PFAST_IO_MDL_READ_COMPLETE_COMPRESSED MdlReadCompleteCompressed;
    PFAST_IO_MDL_WRITE_COMPLETE_COMPRESSED MdlWriteCompleteCompressed;
    PFAST_IO_QUERY_OPEN FastIoQueryOpen;
    PFAST_IO_RELEASE_FOR_MOD_WRITE ReleaseForModWrite;
    PFAST_IO_ACQUIRE_FOR_CCFLUSH AcquireForCcFlush;
    PFAST_IO_RELEASE_FOR_CCFLUSH ReleaseForCcFlush;
} FAST_IO_DISPATCH, *PFAST_IO_DISPATCH;

typedef struct _IO_SECURITY_CONTEXT {
    PSECURITY_QUALITY_OF_SERVICE SecurityQos;
    PACCESS_STATE AccessState;
    ACCESS_MASK DesiredAccess;
    ULONG FullCreateOptions;
} IO_SECURITY_CONTEXT, *PIO_SECURITY_CONTEXT;

typedef struct _VPB {
    CSHORT Type;
    CSHORT Size;
    USHORT Flags;
    USHORT VolumeLabelLength;
    struct _DEVICE_OBJECT *DeviceObject;
    struct _DEVICE_OBJECT *RealDevice;
    ULONG SerialNumber;
    ULONG ReferenceCount;
    WCHAR VolumeLabel[32];
} VPB, *PVPB;

typedef enum _IO_ALLOCATION_ACTION {
    KeepObject = 1,
    DeallocateObject,
    DeallocateObjectKeepRegisters,
} IO_ALLOCATION_ACTION, *PIO_ALLOCATION_ACTION;

typedef IO_ALLOCATION_ACTION NTAPI DRIVER_CONTROL(
    struct _DEVICE_OBJECT *DeviceObject,
    struct _IRP *Irp,
    PVOID MapRegisterBase,
    PVOID Context);

typedef DRIVER_CONTROL *PDRIVER_CONTROL;

typedef struct _WAIT_CONTEXT_BLOCK {
    union {
        KDEVICE_QUEUE_ENTRY WaitQueueEntry;
        struct {
            LIST_ENTRY DmaWaitEntry;
            ULONG NumberOfChannels;
            ULONG SyncCallback : 1;
            ULONG DmaContext : 1;
            ULONG ZeroMapRegisters : 1;
            ULONG Reserved : 29;
        };
    };
    PDRIVER_CONTROL DeviceRoutine;
    PVOID DeviceContext;
    ULONG NumberOfMapRegisters;
    PVOID DeviceObject;
    PVOID CurrentIrp;
    PKDPC BufferChainingDpc;
} WAIT_CONTEXT_BLOCK, *PWAIT_CONTEXT_BLOCK;

typedef struct _DRIVER_OBJECT DRIVER_OBJECT, *PDRIVER_OBJECT;
struct _IO_TIMER;
typedef struct _IO_TIMER *PIO_TIMER;
typedef struct _DEVOBJ_EXTENSION DEVOBJ_EXTENSION, *PDEVOBJ_EXTENSION;

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

typedef NTSTATUS NTAPI DRIVER_ADD_DEVICE(
    struct _DRIVER_OBJECT *DriverObject,
    struct _DEVICE_OBJECT *PhysicalDeviceObject);

typedef DRIVER_ADD_DEVICE *PDRIVER_ADD_DEVICE;

typedef struct _DRIVER_EXTENSION {
    struct _DRIVER_OBJECT *DriverObject;
    PDRIVER_ADD_DEVICE AddDevice;
    ULONG Count;
    UNICODE_STRING ServiceKeyName;
} DRIVER_EXTENSION, *PDRIVER_EXTENSION;

typedef NTSTATUS NTAPI DRIVER_INITIALIZE(
    struct _DRIVER_OBJECT *DriverObject,
    PUNICODE_STRING RegistryPath);

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

typedef struct _SECTION_OBJECT_POINTERS {
    PVOID DataSectionObject;
    PVOID SharedCacheMap;
    PVOID ImageSectionObject;
} SECTION_OBJECT_POINTERS, *PSECTION_OBJECT_POINTERS;

typedef struct _IO_COMPLETION_CONTEXT {
    PVOID Port;
    PVOID Key;
} IO_COMPLETION_CONTEXT, *PIO_COMPLETION_CONTEXT;

struct _FILE_OBJECT {
    CSHORT Type;
    CSHORT Size;
    PDEVICE_OBJECT DeviceObject;
    PVPB Vpb;
    PVOID FsContext;
    PVOID FsContext2;
    PSECTION_OBJECT_POINTERS SectionObjectPointer;
    PVOID PrivateCacheMap;
    NTSTATUS FinalStatus;
    struct _FILE_OBJECT *RelatedFileObject;
    BOOLEAN LockOperation;
    BOOLEAN DeletePending;
    BOOLEAN ReadAccess;
    BOOLEAN WriteAccess;
    BOOLEAN DeleteAccess;
    BOOLEAN SharedRead;
    BOOLEAN SharedWrite;
    BOOLEAN SharedDelete;
    ULONG Flags;
    UNICODE_STRING FileName;
    LARGE_INTEGER CurrentByteOffset;
    ULONG Waiters;
    ULONG Busy;
    PVOID LastLock;
    KEVENT Lock;
    KEVENT Event;
    PIO_COMPLETION_CONTEXT CompletionContext;
    KSPIN_LOCK IrpListLock;
    LIST_ENTRY IrpList;
    PVOID FileObjectExtension;
};

typedef void (NTAPI *PIO_APC_ROUTINE)(
    PVOID ApcContext,
    PIO_STATUS_BLOCK IoStatusBlock,
    ULONG Reserved);

typedef void NTAPI DRIVER_CANCEL(struct _DEVICE_OBJECT *DeviceObject, struct _IRP *Irp);
typedef DRIVER_CANCEL *PDRIVER_CANCEL;
struct _ETHREAD;
typedef struct _ETHREAD *PETHREAD;
typedef struct _IO_STACK_LOCATION IO_STACK_LOCATION, *PIO_STACK_LOCATION;

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

typedef struct _DEVICE_RELATIONS {
    ULONG Count;
    PDEVICE_OBJECT Objects[1];
} DEVICE_RELATIONS, *PDEVICE_RELATIONS;

typedef void (NTAPI *PINTERFACE_REFERENCE)(PVOID Context);
typedef void (NTAPI *PINTERFACE_DEREFERENCE)(PVOID Context);

typedef struct _INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
} INTERFACE, *PINTERFACE;

typedef struct _DEVICE_CAPABILITIES {
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
} DEVICE_CAPABILITIES, *PDEVICE_CAPABILITIES;

typedef struct _POWER_SEQUENCE {
    ULONG SequenceD1;
    ULONG SequenceD2;
    ULONG SequenceD3;
} POWER_SEQUENCE, *PPOWER_SEQUENCE;

typedef enum _FILE_INFORMATION_CLASS {
    FileDirectoryInformation = 1,
    FileFullDirectoryInformation,
    FileBothDirectoryInformation,
    FileBasicInformation,
    FileStandardInformation,
    FileInternalInformation,
    FileEaInformation,
    FileAccessInformation,
    FileNameInformation,
    FileRenameInformation,
    FileLinkInformation,
    FileNamesInformation,
    FileDispositionInformation,
    FilePositionInformation,
    FileFullEaInformation,
    FileModeInformation,
    FileAlignmentInformation,
    FileAllInformation,
    FileAllocationInformation,
    FileEndOfFileInformation,
    FileAlternateNameInformation,
    FileStreamInformation,
    FilePipeInformation,
    FilePipeLocalInformation,
    FilePipeRemoteInformation,
    FileMailslotQueryInformation,
    FileMailslotSetInformation,
    FileCompressionInformation,
    FileObjectIdInformation,
    FileCompletionInformation,
    FileMoveClusterInformation,
    FileQuotaInformation,
    FileReparsePointInformation,
    FileNetworkOpenInformation,
    FileAttributeTagInformation,
    FileTrackingInformation,
    FileIdBothDirectoryInformation,
    FileIdFullDirectoryInformation,
    FileValidDataLengthInformation,
    FileShortNameInformation,
    FileIoCompletionNotificationInformation,
    FileIoStatusBlockRangeInformation,
    FileIoPriorityHintInformation,
    FileSfioReserveInformation,
    FileSfioVolumeInformation,
    FileHardLinkInformation,
    FileProcessIdsUsingFileInformation,
    FileNormalizedNameInformation,
    FileNetworkPhysicalNameInformation,
    FileIdGlobalTxDirectoryInformation,
    FileIsRemoteDeviceInformation,
    FileUnusedInformation,
    FileNumaNodeInformation,
    FileStandardLinkInformation,
    FileRemoteProtocolInformation,
    FileRenameInformationBypassAccessCheck,
    FileLinkInformationBypassAccessCheck,
    FileVolumeNameInformation,
    FileIdInformation,
    FileIdExtdDirectoryInformation,
    FileReplaceCompletionInformation,
    FileHardLinkFullIdInformation,
    FileIdExtdBothDirectoryInformation,
    FileDispositionInformationEx,
    FileRenameInformationEx,
    FileRenameInformationExBypassAccessCheck,
    FileDesiredStorageClassInformation,
    FileStatInformation,
    FileMemoryPartitionInformation,
    FileMaximumInformation,
} FILE_INFORMATION_CLASS, *PFILE_INFORMATION_CLASS;

typedef enum _DIRECTORY_NOTIFY_INFORMATION_CLASS {
    DirectoryNotifyInformation = 1,
    DirectoryNotifyExtendedInformation,
} DIRECTORY_NOTIFY_INFORMATION_CLASS, *PDIRECTORY_NOTIFY_INFORMATION_CLASS;

typedef enum _FSINFOCLASS {
    FileFsVolumeInformation = 1,
    FileFsLabelInformation,
    FileFsSizeInformation,
    FileFsDeviceInformation,
    FileFsAttributeInformation,
    FileFsControlInformation,
    FileFsFullSizeInformation,
    FileFsObjectIdInformation,
    FileFsDriverPathInformation,
    FileFsVolumeFlagsInformation,
    FileFsSectorSizeInformation,
    FileFsDataCopyInformation,
    FileFsMetadataSizeInformation,
    FileFsMaximumInformation,
} FS_INFORMATION_CLASS, *PFS_INFORMATION_CLASS;

struct _SCSI_REQUEST_BLOCK;
typedef PVOID PSID;
struct _FILE_GET_QUOTA_INFORMATION;
typedef struct _FILE_GET_QUOTA_INFORMATION *PFILE_GET_QUOTA_INFORMATION;

typedef enum _DEVICE_RELATION_TYPE {
    BusRelations,
    EjectionRelations,
    PowerRelations,
    RemovalRelations,
    TargetDeviceRelation,
    SingleBusRelations,
    TransportRelations,
} DEVICE_RELATION_TYPE, *PDEVICE_RELATION_TYPE;

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

typedef enum _POWER_STATE_TYPE {
    SystemPowerState,
    DevicePowerState,
} POWER_STATE_TYPE, *PPOWER_STATE_TYPE;

typedef enum POWER_ACTION {
    PowerActionNone,
    PowerActionReserved,
    PowerActionSleep,
    PowerActionHibernate,
    PowerActionShutdown,
    PowerActionShutdownReset,
    PowerActionShutdownOff,
    PowerActionWarmEject,
    PowerActionDisplayOff,
} POWER_ACTION, *PPOWER_ACTION;

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

typedef struct _SHARE_ACCESS {
    ULONG OpenCount;
    ULONG Readers;
    ULONG Writers;
    ULONG Deleters;
    ULONG SharedRead;
    ULONG SharedWrite;
    ULONG SharedDelete;
} SHARE_ACCESS, *PSHARE_ACCESS;

typedef struct _LINK_SHARE_ACCESS {
    ULONG OpenCount;
    ULONG Deleters;
    ULONG SharedDelete;
} LINK_SHARE_ACCESS, *PLINK_SHARE_ACCESS;

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

struct _KINTERRUPT;
typedef struct _KINTERRUPT *PKINTERRUPT;

typedef enum _KINTERRUPT_MODE {
    LevelSensitive,
    Latched,
} KINTERRUPT_MODE;

typedef enum _KINTERRUPT_POLARITY {
    InterruptPolarityUnknown,
    InterruptActiveHigh,
    InterruptRisingEdge = 1,
    InterruptActiveLow,
    InterruptFallingEdge = 2,
    InterruptActiveBoth,
    InterruptActiveBothTriggerLow = 3,
    InterruptActiveBothTriggerHigh,
} KINTERRUPT_POLARITY, *PKINTERRUPT_POLARITY;

typedef struct _IO_INTERRUPT_MESSAGE_INFO_ENTRY {
    PHYSICAL_ADDRESS MessageAddress;
    KAFFINITY TargetProcessorSet;
    PKINTERRUPT InterruptObject;
    ULONG MessageData;
    ULONG Vector;
    KIRQL Irql;
    KINTERRUPT_MODE Mode;
    KINTERRUPT_POLARITY Polarity;
} IO_INTERRUPT_MESSAGE_INFO_ENTRY, *PIO_INTERRUPT_MESSAGE_INFO_ENTRY;

typedef struct _IO_INTERRUPT_MESSAGE_INFO {
    KIRQL UnifiedIrql;
    ULONG MessageCount;
    IO_INTERRUPT_MESSAGE_INFO_ENTRY MessageInfo[1];
} IO_INTERRUPT_MESSAGE_INFO, *PIO_INTERRUPT_MESSAGE_INFO;

typedef BOOLEAN NTAPI KSERVICE_ROUTINE(struct _KINTERRUPT *Interrupt, PVOID ServiceContext);
typedef KSERVICE_ROUTINE *PKSERVICE_ROUTINE;

typedef struct _IO_CONNECT_INTERRUPT_FULLY_SPECIFIED_PARAMETERS {
    PDEVICE_OBJECT PhysicalDeviceObject;
    PKINTERRUPT *InterruptObject;
    PKSERVICE_ROUTINE ServiceRoutine;
    PVOID ServiceContext;
    PKSPIN_LOCK SpinLock;
    KIRQL SynchronizeIrql;
    BOOLEAN FloatingSave;
    BOOLEAN ShareVector;
    ULONG Vector;
    KIRQL Irql;
    KINTERRUPT_MODE InterruptMode;
    KAFFINITY ProcessorEnableMask;
    USHORT Group;
} IO_CONNECT_INTERRUPT_FULLY_SPECIFIED_PARAMETERS, *PIO_CONNECT_INTERRUPT_FULLY_SPECIFIED_PARAMETERS;

typedef struct _IO_CONNECT_INTERRUPT_LINE_BASED_PARAMETERS {
    PDEVICE_OBJECT PhysicalDeviceObject;
    PKINTERRUPT *InterruptObject;
    PKSERVICE_ROUTINE ServiceRoutine;
    PVOID ServiceContext;
    PKSPIN_LOCK SpinLock;
    KIRQL SynchronizeIrql;
    BOOLEAN FloatingSave;
} IO_CONNECT_INTERRUPT_LINE_BASED_PARAMETERS, *PIO_CONNECT_INTERRUPT_LINE_BASED_PARAMETERS;

typedef BOOLEAN NTAPI KMESSAGE_SERVICE_ROUTINE(
    struct _KINTERRUPT *Interrupt,
    PVOID ServiceContext,
    ULONG MessageID);

typedef KMESSAGE_SERVICE_ROUTINE *PKMESSAGE_SERVICE_ROUTINE;

typedef struct _IO_CONNECT_INTERRUPT_MESSAGE_BASED_PARAMETERS {
    PDEVICE_OBJECT PhysicalDeviceObject;
    union {
        PVOID *Generic;
        PIO_INTERRUPT_MESSAGE_INFO *InterruptMessageTable;
        PKINTERRUPT *InterruptObject;
    } ConnectionContext;
    PKMESSAGE_SERVICE_ROUTINE MessageServiceRoutine;
    PVOID ServiceContext;
    PKSPIN_LOCK SpinLock;
    KIRQL SynchronizeIrql;
    BOOLEAN FloatingSave;
    PKSERVICE_ROUTINE FallBackServiceRoutine;
} IO_CONNECT_INTERRUPT_MESSAGE_BASED_PARAMETERS, *PIO_CONNECT_INTERRUPT_MESSAGE_BASED_PARAMETERS;

typedef struct _IO_CONNECT_INTERRUPT_PARAMETERS {
    ULONG Version;
    union {
        IO_CONNECT_INTERRUPT_FULLY_SPECIFIED_PARAMETERS FullySpecified;
        IO_CONNECT_INTERRUPT_LINE_BASED_PARAMETERS LineBased;
        IO_CONNECT_INTERRUPT_MESSAGE_BASED_PARAMETERS MessageBased;
    };
} IO_CONNECT_INTERRUPT_PARAMETERS, *PIO_CONNECT_INTERRUPT_PARAMETERS;

typedef struct _IO_DISCONNECT_INTERRUPT_PARAMETERS {
    ULONG Version;
    union {
        PVOID Generic;
        PKINTERRUPT InterruptObject;
        PIO_INTERRUPT_MESSAGE_INFO InterruptMessageTable;
    } ConnectionContext;
} IO_DISCONNECT_INTERRUPT_PARAMETERS, *PIO_DISCONNECT_INTERRUPT_PARAMETERS;

typedef struct _IO_REPORT_INTERRUPT_ACTIVE_STATE_PARAMETERS {
    ULONG Version;
    union {
        PVOID Generic;
        PKINTERRUPT InterruptObject;
        PIO_INTERRUPT_MESSAGE_INFO InterruptMessageTable;
    } ConnectionContext;
} IO_REPORT_INTERRUPT_ACTIVE_STATE_PARAMETERS, *PIO_REPORT_INTERRUPT_ACTIVE_STATE_PARAMETERS;

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

typedef struct _ETW_TRACE_SESSION_SETTINGS {
    ULONG Version;
    ULONG BufferSize;
    ULONG MinimumBuffers;
    ULONG MaximumBuffers;
    ULONG LoggerMode;
    ULONG FlushTimer;
    ULONG FlushThreshold;
    ULONG ClockType;
} ETW_TRACE_SESSION_SETTINGS, *PETW_TRACE_SESSION_SETTINGS;

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

typedef BOOLEAN NTAPI TRANSLATE_BUS_ADDRESS(
    PVOID Context,
    PHYSICAL_ADDRESS BusAddress,
    ULONG Length,
    PULONG AddressSpace,
    PPHYSICAL_ADDRESS TranslatedAddress);

typedef TRANSLATE_BUS_ADDRESS *PTRANSLATE_BUS_ADDRESS;
typedef struct _DEVICE_DESCRIPTION DEVICE_DESCRIPTION, *PDEVICE_DESCRIPTION;
typedef struct _DMA_ADAPTER DMA_ADAPTER, *PADAPTER_OBJECT, *PDMA_ADAPTER;

typedef struct _DMA_ADAPTER * NTAPI GET_DMA_ADAPTER(
    PVOID Context,
    struct _DEVICE_DESCRIPTION *DeviceDescriptor,
    PULONG NumberOfMapRegisters);

typedef GET_DMA_ADAPTER *PGET_DMA_ADAPTER;

typedef ULONG NTAPI GET_SET_DEVICE_DATA(
    PVOID Context,
    ULONG DataType,
    PVOID Buffer,
    ULONG Offset,
    ULONG Length);

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

typedef ULONG NTAPI SET_VIRTUAL_DEVICE_DATA(
    PVOID Context,
    USHORT VirtualFunction,
    PVOID Buffer,
    ULONG Offset,
    ULONG Length);

typedef SET_VIRTUAL_DEVICE_DATA *PSET_VIRTUAL_DEVICE_DATA;

typedef ULONG NTAPI GET_VIRTUAL_DEVICE_DATA(
    PVOID Context,
    USHORT VirtualFunction,
    PVOID Buffer,
    ULONG Offset,
    ULONG Length);

typedef GET_VIRTUAL_DEVICE_DATA *PGET_VIRTUAL_DEVICE_DATA;

typedef NTSTATUS NTAPI GET_VIRTUAL_DEVICE_LOCATION(
    PVOID Context,
    USHORT VirtualFunction,
    PUINT16 SegmentNumber,
    PUINT8 BusNumber,
    PUINT8 FunctionNumber);

typedef GET_VIRTUAL_DEVICE_LOCATION *PGET_VIRTUAL_DEVICE_LOCATION;
typedef void NTAPI GET_VIRTUAL_DEVICE_RESOURCES(PVOID Context, PUINT8 CapturedBusNumbers);
typedef GET_VIRTUAL_DEVICE_RESOURCES *PGET_VIRTUAL_DEVICE_RESOURCES;

typedef NTSTATUS NTAPI ENABLE_VIRTUALIZATION(
    PVOID Context,
    UINT16 NumVFs,
    BOOLEAN EnableVfMigration,
    BOOLEAN EnableMigrationInterrupt,
    BOOLEAN EnableVirtualization);

typedef ENABLE_VIRTUALIZATION *PENABLE_VIRTUALIZATION;
typedef NTSTATUS NTAPI GET_VIRTUAL_FUNCTION_PROBED_BARS(PVOID Context, PULONG BaseRegisterValues);
typedef GET_VIRTUAL_FUNCTION_PROBED_BARS *PGET_VIRTUAL_FUNCTION_PROBED_BARS;

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

typedef NTSTATUS NTAPI PCI_SET_ACS(
    PVOID Context,
    PCI_ACS_BIT EnableSourceValidation,
    PCI_ACS_BIT EnableTranslationBlocking,
    PCI_ACS_BIT EnableP2PRequestRedirect,
    PCI_ACS_BIT EnableCompletionRedirect,
    PCI_ACS_BIT EnableUpstreamForwarding,
    PCI_ACS_BIT EnableEgressControl,
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

typedef void (NTAPI *PREENUMERATE_SELF)(PVOID Context);

typedef struct _REENUMERATE_SELF_INTERFACE_STANDARD {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PREENUMERATE_SELF SurpriseRemoveAndReenumerateSelf;
} REENUMERATE_SELF_INTERFACE_STANDARD, *PREENUMERATE_SELF_INTERFACE_STANDARD;

typedef void (NTAPI *PQUERYEXTENDEDADDRESS)(PVOID Context, PULONG64 ExtendedAddress);

typedef struct _PNP_EXTENDED_ADDRESS_INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PQUERYEXTENDEDADDRESS QueryExtendedAddress;
} PNP_EXTENDED_ADDRESS_INTERFACE, *PPNP_EXTENDED_ADDRESS_INTERFACE;

typedef void NTAPI SET_D3COLD_SUPPORT(PVOID Context, BOOLEAN D3ColdSupport);
typedef SET_D3COLD_SUPPORT *PSET_D3COLD_SUPPORT;

typedef enum _DEVICE_WAKE_DEPTH {
    DeviceWakeDepthNotWakeable,
    DeviceWakeDepthD0,
    DeviceWakeDepthD1,
    DeviceWakeDepthD2,
    DeviceWakeDepthD3hot,
    DeviceWakeDepthD3cold,
    DeviceWakeDepthMaximum,
} DEVICE_WAKE_DEPTH, *PDEVICE_WAKE_DEPTH;

typedef NTSTATUS NTAPI GET_IDLE_WAKE_INFO(
    PVOID Context,
    SYSTEM_POWER_STATE SystemPowerState,
    PDEVICE_WAKE_DEPTH DeepestWakeableDstate);

typedef GET_IDLE_WAKE_INFO *PGET_IDLE_WAKE_INFO;
typedef NTSTATUS NTAPI GET_D3COLD_CAPABILITY(PVOID Context, PBOOLEAN D3ColdSupported);
typedef GET_D3COLD_CAPABILITY *PGET_D3COLD_CAPABILITY;

typedef enum _D3COLD_LAST_TRANSITION_STATUS {
    LastDStateTransitionStatusUnknown,
    LastDStateTransitionD3hot,
    LastDStateTransitionD3cold,
} D3COLD_LAST_TRANSITION_STATUS, *PD3COLD_LAST_TRANSITION_STATUS;

typedef void NTAPI GET_D3COLD_LAST_TRANSITION_STATUS(
    PVOID Context,
    PD3COLD_LAST_TRANSITION_STATUS LastTransitionStatus);

typedef GET_D3COLD_LAST_TRANSITION_STATUS *PGET_D3COLD_LAST_TRANSITION_STATUS;

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

typedef BOOLEAN (NTAPI *PGPE_SERVICE_ROUTINE)(PVOID, PVOID);

typedef NTSTATUS (NTAPI *PGPE_CONNECT_VECTOR)(
    PDEVICE_OBJECT,
    ULONG,
    KINTERRUPT_MODE,
    BOOLEAN,
    PGPE_SERVICE_ROUTINE,
    PVOID,
    PVOID);

typedef NTSTATUS (NTAPI *PGPE_DISCONNECT_VECTOR)(PVOID);
typedef NTSTATUS (NTAPI *PGPE_ENABLE_EVENT)(PDEVICE_OBJECT, PVOID);
typedef NTSTATUS (NTAPI *PGPE_DISABLE_EVENT)(PDEVICE_OBJECT, PVOID);
typedef NTSTATUS (NTAPI *PGPE_CLEAR_STATUS)(PDEVICE_OBJECT, PVOID);
typedef void (NTAPI *PDEVICE_NOTIFY_CALLBACK)(PVOID, ULONG);

typedef NTSTATUS (NTAPI *PREGISTER_FOR_DEVICE_NOTIFICATIONS)(
    PDEVICE_OBJECT,
    PDEVICE_NOTIFY_CALLBACK,
    PVOID);

typedef void (NTAPI *PUNREGISTER_FOR_DEVICE_NOTIFICATIONS)(PDEVICE_OBJECT, PDEVICE_NOTIFY_CALLBACK);

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

typedef NTSTATUS (NTAPI *PGPE_CONNECT_VECTOR2)(
    PVOID Context,
    ULONG GpeNumber,
    KINTERRUPT_MODE Mode,
    BOOLEAN Shareable,
    PGPE_SERVICE_ROUTINE ServiceRoutine,
    PVOID ServiceContext,
    PVOID *ObjectContext);

typedef NTSTATUS (NTAPI *PGPE_DISCONNECT_VECTOR2)(PVOID Context, PVOID ObjectContext);
typedef NTSTATUS (NTAPI *PGPE_ENABLE_EVENT2)(PVOID Context, PVOID ObjectContext);
typedef NTSTATUS (NTAPI *PGPE_DISABLE_EVENT2)(PVOID Context, PVOID ObjectContext);
typedef NTSTATUS (NTAPI *PGPE_CLEAR_STATUS2)(PVOID Context, PVOID ObjectContext);
typedef void (NTAPI *PDEVICE_NOTIFY_CALLBACK2)(PVOID NotificationContext, ULONG NotifyCode);

typedef NTSTATUS (NTAPI *PREGISTER_FOR_DEVICE_NOTIFICATIONS2)(
    PVOID Context,
    PDEVICE_NOTIFY_CALLBACK2 NotificationHandler,
    PVOID NotificationContext);

typedef void (NTAPI *PUNREGISTER_FOR_DEVICE_NOTIFICATIONS2)(PVOID Context);

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

typedef NTSTATUS (NTAPI *PREPLACE_MAP_MEMORY)(
    PHYSICAL_ADDRESS TargetPhysicalAddress,
    PHYSICAL_ADDRESS SparePhysicalAddress,
    PLARGE_INTEGER NumberOfBytes,
    PVOID *TargetAddress,
    PVOID *SpareAddress);

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

typedef NTSTATUS (NTAPI *PREPLACE_MIRROR_PHYSICAL_MEMORY)(
    PVOID Context,
    PHYSICAL_ADDRESS PhysicalAddress,
    LARGE_INTEGER ByteCount);

typedef NTSTATUS (NTAPI *PREPLACE_SET_PROCESSOR_ID)(PVOID Context, ULONG ApicId, BOOLEAN Target);
typedef NTSTATUS (NTAPI *PREPLACE_SWAP)(PVOID Context);
typedef NTSTATUS (NTAPI *PREPLACE_INITIATE_HARDWARE_MIRROR)(PVOID Context);
typedef NTSTATUS (NTAPI *PREPLACE_MIRROR_PLATFORM_MEMORY)(PVOID Context);

typedef NTSTATUS (NTAPI *PREPLACE_GET_MEMORY_DESTINATION)(
    PVOID Context,
    PHYSICAL_ADDRESS SourceAddress,
    PPHYSICAL_ADDRESS DestinationAddress);

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

typedef NTSTATUS (NTAPI *PCRASHDUMP_POWER_ON)(PVOID Context);

typedef struct _CRASHDUMP_FUNCTIONS_INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PCRASHDUMP_POWER_ON PowerOn;
} CRASHDUMP_FUNCTIONS_INTERFACE, *PCRASHDUMP_FUNCTIONS_INTERFACE;

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

typedef NTSTATUS (NTAPI *PDEVICE_RESET_HANDLER)(
    PVOID InterfaceContext,
    DEVICE_RESET_TYPE ResetType,
    ULONG Flags,
    PVOID ResetParameters);

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

typedef ULONGLONG NTAPI GET_SDEV_IDENTIFIER(PVOID InterfaceContext);
typedef GET_SDEV_IDENTIFIER *PGET_SDEV_IDENTIFIER;

typedef struct _SDEV_IDENTIFIER_INTERFACE {
    INTERFACE InterfaceHeader;
    PGET_SDEV_IDENTIFIER GetIdentifier;
} SDEV_IDENTIFIER_INTERFACE, *PSDEV_IDENTIFIER_INTERFACE;

typedef enum _DMA_WIDTH {
    Width8Bits,
    Width16Bits,
    Width32Bits,
    Width64Bits,
    WidthNoWrap,
    MaximumDmaWidth,
} DMA_WIDTH, *PDMA_WIDTH;

typedef enum _DMA_SPEED {
    Compatible,
    TypeA,
    TypeB,
    TypeC,
    TypeF,
    MaximumDmaSpeed,
} DMA_SPEED, *PDMA_SPEED;

struct _DEVICE_DESCRIPTION {
    ULONG Version;
    BOOLEAN Master;
    BOOLEAN ScatterGather;
    BOOLEAN DemandMode;
    BOOLEAN AutoInitialize;
    BOOLEAN Dma32BitAddresses;
    BOOLEAN IgnoreCount;
    BOOLEAN Reserved1;
    BOOLEAN Dma64BitAddresses;
    ULONG BusNumber;
    ULONG DmaChannel;
    INTERFACE_TYPE InterfaceType;
    DMA_WIDTH DmaWidth;
    DMA_SPEED DmaSpeed;
    ULONG MaximumLength;
    ULONG DmaPort;
    ULONG DmaAddressWidth;
    ULONG DmaControllerInstance;
    ULONG DmaRequestLine;
    PHYSICAL_ADDRESS DeviceAddress;
};

typedef struct _DMA_ADAPTER_INFO_V1 {
    ULONG ReadDmaCounterAvailable;
    ULONG ScatterGatherLimit;
    ULONG DmaAddressWidth;
    ULONG Flags;
    ULONG MinimumTransferUnit;
} DMA_ADAPTER_INFO_V1, *PDMA_ADAPTER_INFO_V1;

typedef struct _DMA_ADAPTER_INFO {
    ULONG Version;
    DMA_ADAPTER_INFO_V1 V1;
} DMA_ADAPTER_INFO, *PDMA_ADAPTER_INFO;

typedef struct _DMA_TRANSFER_INFO_V1 {
    ULONG MapRegisterCount;
    ULONG ScatterGatherElementCount;
    ULONG ScatterGatherListSize;
} DMA_TRANSFER_INFO_V1, *PDMA_TRANSFER_INFO_V1;

typedef struct _DMA_TRANSFER_INFO {
    ULONG Version;
    DMA_TRANSFER_INFO_V1 V1;
} DMA_TRANSFER_INFO, *PDMA_TRANSFER_INFO;

typedef struct _SCATTER_GATHER_ELEMENT {
    PHYSICAL_ADDRESS Address;
    ULONG Length;
    ULONG_PTR Reserved;
} SCATTER_GATHER_ELEMENT, *PSCATTER_GATHER_ELEMENT;

typedef struct _DMA_OPERATIONS DMA_OPERATIONS, *PDMA_OPERATIONS;

struct _DMA_ADAPTER {
    USHORT Version;
    USHORT Size;
    PDMA_OPERATIONS DmaOperations;
};

typedef void (NTAPI *PPUT_DMA_ADAPTER)(PDMA_ADAPTER DmaAdapter);

typedef PVOID (NTAPI *PALLOCATE_COMMON_BUFFER)(
    PDMA_ADAPTER DmaAdapter,
    ULONG Length,
    PPHYSICAL_ADDRESS LogicalAddress,
    BOOLEAN CacheEnabled);

typedef void (NTAPI *PFREE_COMMON_BUFFER)(
    PDMA_ADAPTER DmaAdapter,
    ULONG Length,
    PHYSICAL_ADDRESS LogicalAddress,
    PVOID VirtualAddress,
    BOOLEAN CacheEnabled);

typedef NTSTATUS (NTAPI *PALLOCATE_ADAPTER_CHANNEL)(
    PDMA_ADAPTER DmaAdapter,
    PDEVICE_OBJECT DeviceObject,
    ULONG NumberOfMapRegisters,
    PDRIVER_CONTROL ExecutionRoutine,
    PVOID Context);

typedef BOOLEAN (NTAPI *PFLUSH_ADAPTER_BUFFERS)(
    PDMA_ADAPTER DmaAdapter,
    PMDL Mdl,
    PVOID MapRegisterBase,
    PVOID CurrentVa,
    ULONG Length,
    BOOLEAN WriteToDevice);

typedef void (NTAPI *PFREE_ADAPTER_CHANNEL)(PDMA_ADAPTER DmaAdapter);

typedef void (NTAPI *PFREE_MAP_REGISTERS)(
    PDMA_ADAPTER DmaAdapter,
    PVOID MapRegisterBase,
    ULONG NumberOfMapRegisters);

typedef PHYSICAL_ADDRESS (NTAPI *PMAP_TRANSFER)(
    PDMA_ADAPTER DmaAdapter,
    PMDL Mdl,
    PVOID MapRegisterBase,
    PVOID CurrentVa,
    PULONG Length,
    BOOLEAN WriteToDevice);

typedef ULONG (NTAPI *PGET_DMA_ALIGNMENT)(PDMA_ADAPTER DmaAdapter);
typedef ULONG (NTAPI *PREAD_DMA_COUNTER)(PDMA_ADAPTER DmaAdapter);
typedef struct _SCATTER_GATHER_LIST SCATTER_GATHER_LIST, *PSCATTER_GATHER_LIST;

typedef void NTAPI DRIVER_LIST_CONTROL(
    struct _DEVICE_OBJECT *DeviceObject,
    struct _IRP *Irp,
    PSCATTER_GATHER_LIST ScatterGather,
    PVOID Context);

typedef DRIVER_LIST_CONTROL *PDRIVER_LIST_CONTROL;

typedef NTSTATUS (NTAPI *PGET_SCATTER_GATHER_LIST)(
    PDMA_ADAPTER DmaAdapter,
    PDEVICE_OBJECT DeviceObject,
    PMDL Mdl,
    PVOID CurrentVa,
    ULONG Length,
    PDRIVER_LIST_CONTROL ExecutionRoutine,
    PVOID Context,
    BOOLEAN WriteToDevice);

typedef void (NTAPI *PPUT_SCATTER_GATHER_LIST)(
    PDMA_ADAPTER DmaAdapter,
    PSCATTER_GATHER_LIST ScatterGather,
    BOOLEAN WriteToDevice);

typedef NTSTATUS (NTAPI *PCALCULATE_SCATTER_GATHER_LIST_SIZE)(
    PDMA_ADAPTER DmaAdapter,
    PMDL Mdl,
    PVOID CurrentVa,
    ULONG Length,
    PULONG ScatterGatherListSize,
    PULONG pNumberOfMapRegisters);

typedef NTSTATUS (NTAPI *PBUILD_SCATTER_GATHER_LIST)(
    PDMA_ADAPTER DmaAdapter,
    PDEVICE_OBJECT DeviceObject,
    PMDL Mdl,
    PVOID CurrentVa,
    ULONG Length,
    PDRIVER_LIST_CONTROL ExecutionRoutine,
    PVOID Context,
    BOOLEAN WriteToDevice,
    PVOID ScatterGatherBuffer,
    ULONG ScatterGatherLength);

typedef NTSTATUS (NTAPI *PBUILD_MDL_FROM_SCATTER_GATHER_LIST)(
    PDMA_ADAPTER DmaAdapter,
    PSCATTER_GATHER_LIST ScatterGather,
    PMDL OriginalMdl,
    PMDL *TargetMdl);

typedef NTSTATUS (NTAPI *PGET_DMA_ADAPTER_INFO)(
    PDMA_ADAPTER DmaAdapter,
    PDMA_ADAPTER_INFO AdapterInfo);

typedef NTSTATUS (NTAPI *PGET_DMA_TRANSFER_INFO)(
    PDMA_ADAPTER DmaAdapter,
    PMDL Mdl,
    ULONGLONG Offset,
    ULONG Length,
    BOOLEAN WriteOnly,
    PDMA_TRANSFER_INFO TransferInfo);

typedef NTSTATUS (NTAPI *PINITIALIZE_DMA_TRANSFER_CONTEXT)(
    PDMA_ADAPTER DmaAdapter,
    PVOID DmaTransferContext);

typedef ULONG NODE_REQUIREMENT;

typedef PVOID (NTAPI *PALLOCATE_COMMON_BUFFER_EX)(
    PDMA_ADAPTER DmaAdapter,
    PPHYSICAL_ADDRESS MaximumAddress,
    ULONG Length,
    PPHYSICAL_ADDRESS LogicalAddress,
    BOOLEAN CacheEnabled,
    NODE_REQUIREMENT PreferredNode);

typedef NTSTATUS (NTAPI *PALLOCATE_ADAPTER_CHANNEL_EX)(
    PDMA_ADAPTER DmaAdapter,
    PDEVICE_OBJECT DeviceObject,
    PVOID DmaTransferContext,
    ULONG NumberOfMapRegisters,
    ULONG Flags,
    PDRIVER_CONTROL ExecutionRoutine,
    PVOID ExecutionContext,
    PVOID *MapRegisterBase);

typedef NTSTATUS (NTAPI *PCONFIGURE_ADAPTER_CHANNEL)(
    PDMA_ADAPTER DmaAdapter,
    ULONG FunctionNumber,
    PVOID Context);

typedef BOOLEAN (NTAPI *PCANCEL_ADAPTER_CHANNEL)(
    PDMA_ADAPTER DmaAdapter,
    PDEVICE_OBJECT DeviceObject,
    PVOID DmaTransferContext);

typedef enum DMA_COMPLETION_STATUS {
    DmaComplete,
    DmaAborted,
    DmaError,
    DmaCancelled,
} DMA_COMPLETION_STATUS;

typedef void NTAPI DMA_COMPLETION_ROUTINE(
    PDMA_ADAPTER DmaAdapter,
    PDEVICE_OBJECT DeviceObject,
    PVOID CompletionContext,
    DMA_COMPLETION_STATUS Status);

typedef DMA_COMPLETION_ROUTINE *PDMA_COMPLETION_ROUTINE;

typedef NTSTATUS (NTAPI *PMAP_TRANSFER_EX)(
    PDMA_ADAPTER DmaAdapter,
    PMDL Mdl,
    PVOID MapRegisterBase,
    ULONGLONG Offset,
    ULONG DeviceOffset,
    PULONG Length,
    BOOLEAN WriteToDevice,
    PSCATTER_GATHER_LIST ScatterGatherBuffer,
    ULONG ScatterGatherBufferLength,
    PDMA_COMPLETION_ROUTINE DmaCompletionRoutine,
    PVOID CompletionContext);

typedef NTSTATUS (NTAPI *PGET_SCATTER_GATHER_LIST_EX)(
    PDMA_ADAPTER DmaAdapter,
    PDEVICE_OBJECT DeviceObject,
    PVOID DmaTransferContext,
    PMDL Mdl,
    ULONGLONG Offset,
    ULONG Length,
    ULONG Flags,
    PDRIVER_LIST_CONTROL ExecutionRoutine,
    PVOID Context,
    BOOLEAN WriteToDevice,
    PDMA_COMPLETION_ROUTINE DmaCompletionRoutine,
    PVOID CompletionContext,
    PSCATTER_GATHER_LIST *ScatterGatherList);

typedef NTSTATUS (NTAPI *PBUILD_SCATTER_GATHER_LIST_EX)(
    PDMA_ADAPTER DmaAdapter,
    PDEVICE_OBJECT DeviceObject,
    PVOID DmaTransferContext,
    PMDL Mdl,
    ULONGLONG Offset,
    ULONG Length,
    ULONG Flags,
    PDRIVER_LIST_CONTROL ExecutionRoutine,
    PVOID Context,
    BOOLEAN WriteToDevice,
    PVOID ScatterGatherBuffer,
    ULONG ScatterGatherLength,
    PDMA_COMPLETION_ROUTINE DmaCompletionRoutine,
    PVOID CompletionContext,
    PVOID ScatterGatherList);

typedef NTSTATUS (NTAPI *PFLUSH_ADAPTER_BUFFERS_EX)(
    PDMA_ADAPTER DmaAdapter,
    PMDL Mdl,
    PVOID MapRegisterBase,
    ULONGLONG Offset,
    ULONG Length,
    BOOLEAN WriteToDevice);

typedef void (NTAPI *PFREE_ADAPTER_OBJECT)(
    PDMA_ADAPTER DmaAdapter,
    IO_ALLOCATION_ACTION AllocationAction);

typedef NTSTATUS (NTAPI *PCANCEL_MAPPED_TRANSFER)(
    PDMA_ADAPTER DmaAdapter,
    PVOID DmaTransferContext);

typedef enum _MEMORY_CACHING_TYPE {
    MmNonCached,
    MmCached,
    MmWriteCombined,
    MmHardwareCoherentCached,
    MmNonCachedUnordered,
    MmUSWCCached,
    MmMaximumCacheType,
    MmNotMapped = -1,
} MEMORY_CACHING_TYPE;

typedef NTSTATUS (NTAPI *PALLOCATE_DOMAIN_COMMON_BUFFER)(
    PDMA_ADAPTER DmaAdapter,
    HANDLE DomainHandle,
    PPHYSICAL_ADDRESS MaximumAddress,
    ULONG Length,
    ULONG Flags,
    MEMORY_CACHING_TYPE *CacheType,
    NODE_REQUIREMENT PreferredNode,
    PPHYSICAL_ADDRESS LogicalAddress,
    PVOID *VirtualAddress);

typedef NTSTATUS (NTAPI *PFLUSH_DMA_BUFFER)(
    PDMA_ADAPTER DmaAdapter,
    PMDL Mdl,
    BOOLEAN ReadOperation);

typedef NTSTATUS (NTAPI *PJOIN_DMA_DOMAIN)(PDMA_ADAPTER DmaAdapter, HANDLE DomainHandle);
typedef NTSTATUS (NTAPI *PLEAVE_DMA_DOMAIN)(PDMA_ADAPTER DmaAdapter);
typedef HANDLE (NTAPI *PGET_DMA_DOMAIN)(PDMA_ADAPTER DmaAdapter);

struct _DMA_OPERATIONS {
    ULONG Size;
    PPUT_DMA_ADAPTER PutDmaAdapter;
    PALLOCATE_COMMON_BUFFER AllocateCommonBuffer;
    PFREE_COMMON_BUFFER FreeCommonBuffer;
    PALLOCATE_ADAPTER_CHANNEL AllocateAdapterChannel;
    PFLUSH_ADAPTER_BUFFERS FlushAdapterBuffers;
    PFREE_ADAPTER_CHANNEL FreeAdapterChannel;
    PFREE_MAP_REGISTERS FreeMapRegisters;
    PMAP_TRANSFER MapTransfer;
    PGET_DMA_ALIGNMENT GetDmaAlignment;
    PREAD_DMA_COUNTER ReadDmaCounter;
    PGET_SCATTER_GATHER_LIST GetScatterGatherList;
    PPUT_SCATTER_GATHER_LIST PutScatterGatherList;
    PCALCULATE_SCATTER_GATHER_LIST_SIZE CalculateScatterGatherList;
    PBUILD_SCATTER_GATHER_LIST BuildScatterGatherList;
    PBUILD_MDL_FROM_SCATTER_GATHER_LIST BuildMdlFromScatterGatherList;
    PGET_DMA_ADAPTER_INFO GetDmaAdapterInfo;
    PGET_DMA_TRANSFER_INFO GetDmaTransferInfo;
    PINITIALIZE_DMA_TRANSFER_CONTEXT InitializeDmaTransferContext;
    PALLOCATE_COMMON_BUFFER_EX AllocateCommonBufferEx;
    PALLOCATE_ADAPTER_CHANNEL_EX AllocateAdapterChannelEx;
    PCONFIGURE_ADAPTER_CHANNEL ConfigureAdapterChannel;
    PCANCEL_ADAPTER_CHANNEL CancelAdapterChannel;
    PMAP_TRANSFER_EX MapTransferEx;
    PGET_SCATTER_GATHER_LIST_EX GetScatterGatherListEx;
    PBUILD_SCATTER_GATHER_LIST_EX BuildScatterGatherListEx;
    PFLUSH_ADAPTER_BUFFERS_EX FlushAdapterBuffersEx;
    PFREE_ADAPTER_OBJECT FreeAdapterObject;
    PCANCEL_MAPPED_TRANSFER CancelMappedTransfer;
    PALLOCATE_DOMAIN_COMMON_BUFFER AllocateDomainCommonBuffer;
    PFLUSH_DMA_BUFFER FlushDmaBuffer;
    PJOIN_DMA_DOMAIN JoinDmaDomain;
    PLEAVE_DMA_DOMAIN LeaveDmaDomain;
    PGET_DMA_DOMAIN GetDmaDomain;
};

typedef struct _PO_FX_COMPONENT_IDLE_STATE {
    ULONGLONG TransitionLatency;
    ULONGLONG ResidencyRequirement;
    ULONG NominalPower;
} PO_FX_COMPONENT_IDLE_STATE, *PPO_FX_COMPONENT_IDLE_STATE;

typedef struct _PO_FX_COMPONENT_V1 {
    GUID Id;
    ULONG IdleStateCount;
    ULONG DeepestWakeableIdleState;
    PPO_FX_COMPONENT_IDLE_STATE IdleStates;
} PO_FX_COMPONENT_V1, *PPO_FX_COMPONENT, *PPO_FX_COMPONENT_V1;

typedef void NTAPI PO_FX_COMPONENT_ACTIVE_CONDITION_CALLBACK(PVOID Context, ULONG Component);
typedef PO_FX_COMPONENT_ACTIVE_CONDITION_CALLBACK *PPO_FX_COMPONENT_ACTIVE_CONDITION_CALLBACK;
typedef void NTAPI PO_FX_COMPONENT_IDLE_CONDITION_CALLBACK(PVOID Context, ULONG Component);
typedef PO_FX_COMPONENT_IDLE_CONDITION_CALLBACK *PPO_FX_COMPONENT_IDLE_CONDITION_CALLBACK;
typedef void NTAPI PO_FX_COMPONENT_IDLE_STATE_CALLBACK(PVOID Context, ULONG Component, ULONG State);
typedef PO_FX_COMPONENT_IDLE_STATE_CALLBACK *PPO_FX_COMPONENT_IDLE_STATE_CALLBACK;
typedef void NTAPI PO_FX_DEVICE_POWER_REQUIRED_CALLBACK(PVOID Context);
typedef PO_FX_DEVICE_POWER_REQUIRED_CALLBACK *PPO_FX_DEVICE_POWER_REQUIRED_CALLBACK;
typedef void NTAPI PO_FX_DEVICE_POWER_NOT_REQUIRED_CALLBACK(PVOID Context);
typedef PO_FX_DEVICE_POWER_NOT_REQUIRED_CALLBACK *PPO_FX_DEVICE_POWER_NOT_REQUIRED_CALLBACK;

typedef NTSTATUS NTAPI PO_FX_POWER_CONTROL_CALLBACK(
    PVOID DeviceContext,
    LPCGUID PowerControlCode,
    PVOID InBuffer,
    SIZE_T InBufferSize,
    PVOID OutBuffer,
    SIZE_T OutBufferSize,
    PSIZE_T BytesReturned);

typedef PO_FX_POWER_CONTROL_CALLBACK *PPO_FX_POWER_CONTROL_CALLBACK;

typedef struct _PO_FX_DEVICE_V1 {
    ULONG Version;
    ULONG ComponentCount;
    PPO_FX_COMPONENT_ACTIVE_CONDITION_CALLBACK ComponentActiveConditionCallback;
    PPO_FX_COMPONENT_IDLE_CONDITION_CALLBACK ComponentIdleConditionCallback;
    PPO_FX_COMPONENT_IDLE_STATE_CALLBACK ComponentIdleStateCallback;
    PPO_FX_DEVICE_POWER_REQUIRED_CALLBACK DevicePowerRequiredCallback;
    PPO_FX_DEVICE_POWER_NOT_REQUIRED_CALLBACK DevicePowerNotRequiredCallback;
    PPO_FX_POWER_CONTROL_CALLBACK PowerControlCallback;
    PVOID DeviceContext;
    PO_FX_COMPONENT_V1 Components[1];
} PO_FX_DEVICE_V1, *PPO_FX_DEVICE, *PPO_FX_DEVICE_V1;

typedef struct _PO_FX_COMPONENT_V2 {
    GUID Id;
    ULONGLONG Flags;
    ULONG DeepestWakeableIdleState;
    ULONG IdleStateCount;
    PPO_FX_COMPONENT_IDLE_STATE IdleStates;
    ULONG ProviderCount;
    PULONG Providers;
} PO_FX_COMPONENT_V2, *PPO_FX_COMPONENT_V2;

typedef struct _PO_FX_DEVICE_V2 {
    ULONG Version;
    ULONGLONG Flags;
    PPO_FX_COMPONENT_ACTIVE_CONDITION_CALLBACK ComponentActiveConditionCallback;
    PPO_FX_COMPONENT_IDLE_CONDITION_CALLBACK ComponentIdleConditionCallback;
    PPO_FX_COMPONENT_IDLE_STATE_CALLBACK ComponentIdleStateCallback;
    PPO_FX_DEVICE_POWER_REQUIRED_CALLBACK DevicePowerRequiredCallback;
    PPO_FX_DEVICE_POWER_NOT_REQUIRED_CALLBACK DevicePowerNotRequiredCallback;
    PPO_FX_POWER_CONTROL_CALLBACK PowerControlCallback;
    PVOID DeviceContext;
    ULONG ComponentCount;
    PO_FX_COMPONENT_V2 Components[1];
} PO_FX_DEVICE_V2, *PPO_FX_DEVICE_V2;

typedef struct _PO_FX_PERF_STATE {
    ULONGLONG Value;
    PVOID Context;
} PO_FX_PERF_STATE, *PPO_FX_PERF_STATE;

typedef enum _PO_FX_PERF_STATE_UNIT {
    PoFxPerfStateUnitOther,
    PoFxPerfStateUnitFrequency,
    PoFxPerfStateUnitBandwidth,
    PoFxPerfStateUnitMaximum,
} PO_FX_PERF_STATE_UNIT, *PPO_FX_PERF_STATE_UNIT;

typedef enum _PO_FX_PERF_STATE_TYPE {
    PoFxPerfStateTypeDiscrete,
    PoFxPerfStateTypeRange,
    PoFxPerfStateTypeMaximum,
} PO_FX_PERF_STATE_TYPE, *PPO_FX_PERF_STATE_TYPE;

typedef struct _PO_FX_COMPONENT_PERF_SET {
    UNICODE_STRING Name;
    ULONGLONG Flags;
    PO_FX_PERF_STATE_UNIT Unit;
    PO_FX_PERF_STATE_TYPE Type;
    union {
        struct {
            ULONG Count;
            PPO_FX_PERF_STATE States;
        } Discrete;
        struct {
            ULONGLONG Minimum;
            ULONGLONG Maximum;
        } Range;
    };
} PO_FX_COMPONENT_PERF_SET, *PPO_FX_COMPONENT_PERF_SET;

typedef struct _PO_FX_COMPONENT_PERF_INFO {
    ULONG PerfStateSetsCount;
    PO_FX_COMPONENT_PERF_SET PerfStateSets[1];
} PO_FX_COMPONENT_PERF_INFO, *PPO_FX_COMPONENT_PERF_INFO;

typedef struct _PO_FX_PERF_STATE_CHANGE {
    ULONG Set;
    union {
        ULONG StateIndex;
        ULONGLONG StateValue;
    };
} PO_FX_PERF_STATE_CHANGE, *PPO_FX_PERF_STATE_CHANGE;

typedef struct _OBJECT_HANDLE_INFORMATION {
    ULONG HandleAttributes;
    ACCESS_MASK GrantedAccess;
} OBJECT_HANDLE_INFORMATION, *POBJECT_HANDLE_INFORMATION;

typedef struct _OB_PRE_CREATE_HANDLE_INFORMATION {
    ACCESS_MASK DesiredAccess;
    ACCESS_MASK OriginalDesiredAccess;
} OB_PRE_CREATE_HANDLE_INFORMATION, *POB_PRE_CREATE_HANDLE_INFORMATION;

typedef struct _OB_PRE_DUPLICATE_HANDLE_INFORMATION {
    ACCESS_MASK DesiredAccess;
    ACCESS_MASK OriginalDesiredAccess;
    PVOID SourceProcess;
    PVOID TargetProcess;
} OB_PRE_DUPLICATE_HANDLE_INFORMATION, *POB_PRE_DUPLICATE_HANDLE_INFORMATION;

typedef union _OB_PRE_OPERATION_PARAMETERS {
    OB_PRE_CREATE_HANDLE_INFORMATION CreateHandleInformation;
    OB_PRE_DUPLICATE_HANDLE_INFORMATION DuplicateHandleInformation;
} OB_PRE_OPERATION_PARAMETERS, *POB_PRE_OPERATION_PARAMETERS;

struct _OBJECT_TYPE;
typedef struct _OBJECT_TYPE *POBJECT_TYPE;

typedef struct _OB_PRE_OPERATION_INFORMATION {
    OB_OPERATION Operation;
    union {
        ULONG Flags;
        struct {
            ULONG KernelHandle : 1;
            ULONG Reserved : 31;
        };
    };
    PVOID Object;
    POBJECT_TYPE ObjectType;
    PVOID CallContext;
    POB_PRE_OPERATION_PARAMETERS Parameters;
} OB_PRE_OPERATION_INFORMATION, *POB_PRE_OPERATION_INFORMATION;

typedef struct _OB_POST_CREATE_HANDLE_INFORMATION {
    ACCESS_MASK GrantedAccess;
} OB_POST_CREATE_HANDLE_INFORMATION, *POB_POST_CREATE_HANDLE_INFORMATION;

typedef struct _OB_POST_DUPLICATE_HANDLE_INFORMATION {
    ACCESS_MASK GrantedAccess;
} OB_POST_DUPLICATE_HANDLE_INFORMATION, *POB_POST_DUPLICATE_HANDLE_INFORMATION;

typedef union _OB_POST_OPERATION_PARAMETERS {
    OB_POST_CREATE_HANDLE_INFORMATION CreateHandleInformation;
    OB_POST_DUPLICATE_HANDLE_INFORMATION DuplicateHandleInformation;
} OB_POST_OPERATION_PARAMETERS, *POB_POST_OPERATION_PARAMETERS;

typedef struct _OB_POST_OPERATION_INFORMATION {
    OB_OPERATION Operation;
    union {
        ULONG Flags;
        struct {
            ULONG KernelHandle : 1;
            ULONG Reserved : 31;
        };
    };
    PVOID Object;
    POBJECT_TYPE ObjectType;
    PVOID CallContext;
    NTSTATUS ReturnStatus;
    POB_POST_OPERATION_PARAMETERS Parameters;
} OB_POST_OPERATION_INFORMATION, *POB_POST_OPERATION_INFORMATION;

typedef enum _OB_PREOP_CALLBACK_STATUS {
    OB_PREOP_SUCCESS,
} OB_PREOP_CALLBACK_STATUS, *POB_PREOP_CALLBACK_STATUS;

typedef OB_PREOP_CALLBACK_STATUS (NTAPI *POB_PRE_OPERATION_CALLBACK)(
    PVOID RegistrationContext,
    POB_PRE_OPERATION_INFORMATION OperationInformation);

typedef void (NTAPI *POB_POST_OPERATION_CALLBACK)(
    PVOID RegistrationContext,
    POB_POST_OPERATION_INFORMATION OperationInformation);

typedef struct _OB_OPERATION_REGISTRATION {
    POBJECT_TYPE *ObjectType;
    OB_OPERATION Operations;
    POB_PRE_OPERATION_CALLBACK PreOperation;
    POB_POST_OPERATION_CALLBACK PostOperation;
} OB_OPERATION_REGISTRATION, *POB_OPERATION_REGISTRATION;

typedef struct _OB_CALLBACK_REGISTRATION {
    USHORT Version;
    USHORT OperationRegistrationCount;
    UNICODE_STRING Altitude;
    PVOID RegistrationContext;
    OB_OPERATION_REGISTRATION *OperationRegistration;
} OB_CALLBACK_REGISTRATION, *POB_CALLBACK_REGISTRATION;

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

typedef struct _PCI_EXPRESS_ENHANCED_CAPABILITY_HEADER {
    USHORT CapabilityID;
    USHORT Version : 4;
    USHORT Next : 12;
} PCI_EXPRESS_ENHANCED_CAPABILITY_HEADER, *PPCI_EXPRESS_ENHANCED_CAPABILITY_HEADER;

typedef struct _PCI_EXPRESS_VENDOR_SPECIFIC_CAPABILITY {
    PCI_EXPRESS_ENHANCED_CAPABILITY_HEADER Header;
    USHORT VsecId;
    USHORT VsecRev : 4;
    USHORT VsecLength : 12;
} PCI_EXPRESS_VENDOR_SPECIFIC_CAPABILITY, *PPCI_EXPRESS_VENDOR_SPECIFIC_CAPABILITY;

typedef struct _PCI_EXPRESS_SERIAL_NUMBER_CAPABILITY {
    PCI_EXPRESS_ENHANCED_CAPABILITY_HEADER Header;
    ULONG LowSerialNumber;
    ULONG HighSerialNumber;
} PCI_EXPRESS_SERIAL_NUMBER_CAPABILITY, *PPCI_EXPRESS_SERIAL_NUMBER_CAPABILITY;

typedef struct _PCI_EXPRESS_ARI_CAPABILITY_REGISTER {
    USHORT MfvcFunctionGroupsCapability : 1;
    USHORT AcsFunctionGroupsCapability : 1;
    USHORT Reserved : 6;
    USHORT NextFunctionNumber : 8;
} PCI_EXPRESS_ARI_CAPABILITY_REGISTER, *PPCI_EXPRESS_ARI_CAPABILITY_REGISTER;

typedef struct _PCI_EXPRESS_ARI_CONTROL_REGISTER {
    USHORT MfvcFunctionGroupsEnable : 1;
    USHORT AcsFunctionGroupsEnable : 1;
    USHORT Reserved1 : 2;
    USHORT FunctionGroup : 3;
    USHORT Reserved2 : 9;
} PCI_EXPRESS_ARI_CONTROL_REGISTER, *PPCI_EXPRESS_ARI_CONTROL_REGISTER;

typedef struct _PCI_EXPRESS_ARI_CAPABILITY {
    PCI_EXPRESS_ENHANCED_CAPABILITY_HEADER Header;
    PCI_EXPRESS_ARI_CAPABILITY_REGISTER Capability;
    PCI_EXPRESS_ARI_CONTROL_REGISTER Control;
} PCI_EXPRESS_ARI_CAPABILITY, *PPCI_EXPRESS_ARI_CAPABILITY;

typedef union _VIRTUAL_CHANNEL_CAPABILITIES1 {
    struct {
        ULONG ExtendedVCCount : 3;
        ULONG RsvdP1 : 1;
        ULONG LowPriorityExtendedVCCount : 3;
        ULONG RsvdP2 : 1;
        ULONG ReferenceClock : 2;
        ULONG PortArbitrationTableEntrySize : 2;
        ULONG RsvdP3 : 20;
    };
    ULONG AsULONG;
} VIRTUAL_CHANNEL_CAPABILITIES1, *PVIRTUAL_CHANNEL_CAPABILITIES1;

typedef union _VIRTUAL_CHANNEL_CAPABILITIES2 {
    struct {
        ULONG VCArbitrationCapability : 8;
        ULONG RsvdP : 16;
        ULONG VCArbitrationTableOffset : 8;
    };
    ULONG AsULONG;
} VIRTUAL_CHANNEL_CAPABILITIES2, *PVIRTUAL_CHANNEL_CAPABILITIES2;

typedef union _VIRTUAL_CHANNEL_CONTROL {
    struct {
        USHORT LoadVCArbitrationTable : 1;
        USHORT VCArbitrationSelect : 3;
        USHORT RsvdP : 12;
    };
    USHORT AsUSHORT;
} VIRTUAL_CHANNEL_CONTROL, *PVIRTUAL_CHANNEL_CONTROL;

typedef union _VIRTUAL_CHANNEL_STATUS {
    struct {
        USHORT VCArbitrationTableStatus : 1;
        USHORT RsvdZ : 15;
    };
    USHORT AsUSHORT;
} VIRTUAL_CHANNEL_STATUS, *PVIRTUAL_CHANNEL_STATUS;

typedef union _VIRTUAL_RESOURCE_CAPABILITY {
    struct {
        ULONG PortArbitrationCapability : 8;
        ULONG RsvdP1 : 6;
        ULONG Undefined : 1;
        ULONG RejectSnoopTransactions : 1;
        ULONG MaximumTimeSlots : 7;
        ULONG RsvdP2 : 1;
        ULONG PortArbitrationTableOffset : 8;
    };
    ULONG AsULONG;
} VIRTUAL_RESOURCE_CAPABILITY, *PVIRTUAL_RESOURCE_CAPABILITY;

typedef union _VIRTUAL_RESOURCE_CONTROL {
    struct {
        ULONG TcVcMap : 8;
        ULONG RsvdP1 : 8;
        ULONG LoadPortArbitrationTable : 1;
        ULONG PortArbitrationSelect : 3;
        ULONG RsvdP2 : 4;
        ULONG VcID : 3;
        ULONG RsvdP3 : 4;
        ULONG VcEnable : 1;
    };
    ULONG AsULONG;
} VIRTUAL_RESOURCE_CONTROL, *PVIRTUAL_RESOURCE_CONTROL;

typedef union _VIRTUAL_RESOURCE_STATUS {
    struct {
        USHORT PortArbitrationTableStatus : 1;
        USHORT VcNegotiationPending : 1;
        USHORT RsvdZ : 14;
    };
    USHORT AsUSHORT;
} VIRTUAL_RESOURCE_STATUS, *PVIRTUAL_RESOURCE_STATUS;

typedef struct _VIRTUAL_RESOURCE {
    VIRTUAL_RESOURCE_CAPABILITY Capability;
    VIRTUAL_RESOURCE_CONTROL Control;
    USHORT RsvdP;
    VIRTUAL_RESOURCE_STATUS Status;
} VIRTUAL_RESOURCE, *PVIRTUAL_RESOURCE;

typedef struct _PCI_EXPRESS_VIRTUAL_CHANNEL_CAPABILITY {
    PCI_EXPRESS_ENHANCED_CAPABILITY_HEADER Header;
    VIRTUAL_CHANNEL_CAPABILITIES1 Capabilities1;
    VIRTUAL_CHANNEL_CAPABILITIES2 Capabilities2;
    VIRTUAL_CHANNEL_CONTROL Control;
    VIRTUAL_CHANNEL_STATUS Status;
    VIRTUAL_RESOURCE Resource[8];
} PCI_EXPRESS_VIRTUAL_CHANNEL_CAPABILITY, *PPCI_EXPRESS_VIRTUAL_CHANNEL_CAPABILITY;

typedef struct _PCI_EXPRESS_ATS_CAPABILITY_REGISTER {
    USHORT InvalidateQueueDepth : 5;
    USHORT PageAlignedRequest : 1;
    USHORT GlobalInvalidateSupported : 1;
    USHORT Reserved : 9;
} PCI_EXPRESS_ATS_CAPABILITY_REGISTER, *PPCI_EXPRESS_ATS_CAPABILITY_REGISTER;

typedef struct _PCI_EXPRESS_ATS_CONTROL_REGISTER {
    USHORT SmallestTransactionUnit : 5;
    USHORT Reserved : 10;
    USHORT Enable : 1;
} PCI_EXPRESS_ATS_CONTROL_REGISTER, *PPCI_EXPRESS_ATS_CONTROL_REGISTER;

typedef struct _PCI_EXPRESS_ATS_CAPABILITY {
    PCI_EXPRESS_ENHANCED_CAPABILITY_HEADER Header;
    PCI_EXPRESS_ATS_CAPABILITY_REGISTER Capability;
    PCI_EXPRESS_ATS_CONTROL_REGISTER Control;
} PCI_EXPRESS_ATS_CAPABILITY, *PPCI_EXPRESS_ATS_CAPABILITY;

typedef union _PCI_EXPRESS_PASID_CAPABILITY_REGISTER {
    struct {
        USHORT Rsvd : 1;
        USHORT ExecutePermissionSupported : 1;
        USHORT PrivilegedModeSupported : 1;
        USHORT Rsvd2 : 5;
        USHORT MaxPASIDWidth : 5;
        USHORT Rsvd3 : 3;
    };
    USHORT AsUSHORT;
} PCI_EXPRESS_PASID_CAPABILITY_REGISTER, *PPCI_EXPRESS_PASID_CAPABILITY_REGISTER;

typedef union _PCI_EXPRESS_PASID_CONTROL_REGISTER {
    struct {
        USHORT PASIDEnable : 1;
        USHORT ExecutePermissionEnable : 1;
        USHORT PrivilegedModeEnable : 1;
        USHORT Rsvd : 13;
    };
    USHORT AsUSHORT;
} PCI_EXPRESS_PASID_CONTROL_REGISTER, *PPCI_EXPRESS_PASID_CONTROL_REGISTER;

typedef struct _PCI_EXPRESS_PASID_CAPABILITY {
    PCI_EXPRESS_ENHANCED_CAPABILITY_HEADER Header;
    PCI_EXPRESS_PASID_CAPABILITY_REGISTER Capability;
    PCI_EXPRESS_PASID_CONTROL_REGISTER Control;
} PCI_EXPRESS_PASID_CAPABILITY, *PPCI_EXPRESS_PASID_CAPABILITY;

typedef union _PCI_EXPRESS_PRI_STATUS_REGISTER {
    struct {
        USHORT ResponseFailure : 1;
        USHORT UnexpectedPageRequestGroupIndex : 1;
        USHORT Rsvd : 6;
        USHORT Stopped : 1;
        USHORT Rsvd2 : 6;
        USHORT PrgResponsePasidRequired : 1;
    };
    USHORT AsUSHORT;
} PCI_EXPRESS_PRI_STATUS_REGISTER, *PPCI_EXPRESS_PRI_STATUS_REGISTER;

typedef union _PCI_EXPRESS_PRI_CONTROL_REGISTER {
    struct {
        USHORT Enable : 1;
        USHORT Reset : 1;
        USHORT Rsvd : 14;
    };
    USHORT AsUSHORT;
} PCI_EXPRESS_PRI_CONTROL_REGISTER, *PPCI_EXPRESS_PRI_CONTROL_REGISTER;

typedef struct _PCI_EXPRESS_PRI_CAPABILITY {
    PCI_EXPRESS_ENHANCED_CAPABILITY_HEADER Header;
    PCI_EXPRESS_PRI_CONTROL_REGISTER Control;
    PCI_EXPRESS_PRI_STATUS_REGISTER Status;
    ULONG PRCapacity;
    ULONG PRAllocation;
} PCI_EXPRESS_PRI_CAPABILITY, *PPCI_EXPRESS_PRI_CAPABILITY;

typedef union _PCI_EXPRESS_UNCORRECTABLE_ERROR_STATUS {
    struct {
        ULONG Undefined : 1;
        ULONG Reserved1 : 3;
        ULONG DataLinkProtocolError : 1;
        ULONG SurpriseDownError : 1;
        ULONG Reserved2 : 6;
        ULONG PoisonedTLP : 1;
        ULONG FlowControlProtocolError : 1;
        ULONG CompletionTimeout : 1;
        ULONG CompleterAbort : 1;
        ULONG UnexpectedCompletion : 1;
        ULONG ReceiverOverflow : 1;
        ULONG MalformedTLP : 1;
        ULONG ECRCError : 1;
        ULONG UnsupportedRequestError : 1;
        ULONG AcsViolation : 1;
        ULONG UncorrectableInternalError : 1;
        ULONG MCBlockedTlp : 1;
        ULONG AtomicOpEgressBlocked : 1;
        ULONG TlpPrefixBlocked : 1;
        ULONG Reserved3 : 6;
    };
    ULONG AsULONG;
} PCI_EXPRESS_UNCORRECTABLE_ERROR_STATUS, *PPCI_EXPRESS_UNCORRECTABLE_ERROR_STATUS;

typedef union _PCI_EXPRESS_UNCORRECTABLE_ERROR_MASK {
    struct {
        ULONG Undefined : 1;
        ULONG Reserved1 : 3;
        ULONG DataLinkProtocolError : 1;
        ULONG SurpriseDownError : 1;
        ULONG Reserved2 : 6;
        ULONG PoisonedTLP : 1;
        ULONG FlowControlProtocolError : 1;
        ULONG CompletionTimeout : 1;
        ULONG CompleterAbort : 1;
        ULONG UnexpectedCompletion : 1;
        ULONG ReceiverOverflow : 1;
        ULONG MalformedTLP : 1;
        ULONG ECRCError : 1;
        ULONG UnsupportedRequestError : 1;
        ULONG AcsViolation : 1;
        ULONG UncorrectableInternalError : 1;
        ULONG MCBlockedTlp : 1;
        ULONG AtomicOpEgressBlocked : 1;
        ULONG TlpPrefixBlocked : 1;
        ULONG Reserved3 : 6;
    };
    ULONG AsULONG;
} PCI_EXPRESS_UNCORRECTABLE_ERROR_MASK, *PPCI_EXPRESS_UNCORRECTABLE_ERROR_MASK;

typedef union _PCI_EXPRESS_UNCORRECTABLE_ERROR_SEVERITY {
    struct {
        ULONG Undefined : 1;
        ULONG Reserved1 : 3;
        ULONG DataLinkProtocolError : 1;
        ULONG SurpriseDownError : 1;
        ULONG Reserved2 : 6;
        ULONG PoisonedTLP : 1;
        ULONG FlowControlProtocolError : 1;
        ULONG CompletionTimeout : 1;
        ULONG CompleterAbort : 1;
        ULONG UnexpectedCompletion : 1;
        ULONG ReceiverOverflow : 1;
        ULONG MalformedTLP : 1;
        ULONG ECRCError : 1;
        ULONG UnsupportedRequestError : 1;
        ULONG AcsViolation : 1;
        ULONG UncorrectableInternalError : 1;
        ULONG MCBlockedTlp : 1;
        ULONG AtomicOpEgressBlocked : 1;
        ULONG TlpPrefixBlocked : 1;
        ULONG Reserved3 : 6;
    };
    ULONG AsULONG;
} PCI_EXPRESS_UNCORRECTABLE_ERROR_SEVERITY, *PPCI_EXPRESS_UNCORRECTABLE_ERROR_SEVERITY;

typedef union _PCI_EXPRESS_CORRECTABLE_ERROR_STATUS {
    struct {
        ULONG ReceiverError : 1;
        ULONG Reserved1 : 5;
        ULONG BadTLP : 1;
        ULONG BadDLLP : 1;
        ULONG ReplayNumRollover : 1;
        ULONG Reserved2 : 3;
        ULONG ReplayTimerTimeout : 1;
        ULONG AdvisoryNonFatalError : 1;
        ULONG CorrectedInternalError : 1;
        ULONG HeaderLogOverflow : 1;
        ULONG Reserved3 : 16;
    };
    ULONG AsULONG;
} PCI_EXPRESS_CORRECTABLE_ERROR_STATUS, *PPCI_CORRECTABLE_ERROR_STATUS;

typedef union _PCI_EXPRESS_CORRECTABLE_ERROR_MASK {
    struct {
        ULONG ReceiverError : 1;
        ULONG Reserved1 : 5;
        ULONG BadTLP : 1;
        ULONG BadDLLP : 1;
        ULONG ReplayNumRollover : 1;
        ULONG Reserved2 : 3;
        ULONG ReplayTimerTimeout : 1;
        ULONG AdvisoryNonFatalError : 1;
        ULONG CorrectedInternalError : 1;
        ULONG HeaderLogOverflow : 1;
        ULONG Reserved3 : 16;
    };
    ULONG AsULONG;
} PCI_EXPRESS_CORRECTABLE_ERROR_MASK, *PPCI_CORRECTABLE_ERROR_MASK;

typedef union _PCI_EXPRESS_AER_CAPABILITIES {
    struct {
        ULONG FirstErrorPointer : 5;
        ULONG ECRCGenerationCapable : 1;
        ULONG ECRCGenerationEnable : 1;
        ULONG ECRCCheckCapable : 1;
        ULONG ECRCCheckEnable : 1;
        ULONG MultipleHeaderRecordingCapable : 1;
        ULONG MultipleHeaderRecordingEnable : 1;
        ULONG TlpPrefixLogPresent : 1;
        ULONG Reserved : 20;
    };
    ULONG AsULONG;
} PCI_EXPRESS_AER_CAPABILITIES, *PPCI_EXPRESS_AER_CAPABILITIES;

typedef union _PCI_EXPRESS_ROOT_ERROR_COMMAND {
    struct {
        ULONG CorrectableErrorReportingEnable : 1;
        ULONG NonFatalErrorReportingEnable : 1;
        ULONG FatalErrorReportingEnable : 1;
        ULONG Reserved : 29;
    };
    ULONG AsULONG;
} PCI_EXPRESS_ROOT_ERROR_COMMAND, *PPCI_EXPRESS_ROOT_ERROR_COMMAND;

typedef union _PCI_EXPRESS_ROOT_ERROR_STATUS {
    struct {
        ULONG CorrectableErrorReceived : 1;
        ULONG MultipleCorrectableErrorsReceived : 1;
        ULONG UncorrectableErrorReceived : 1;
        ULONG MultipleUncorrectableErrorsReceived : 1;
        ULONG FirstUncorrectableFatal : 1;
        ULONG NonFatalErrorMessagesReceived : 1;
        ULONG FatalErrorMessagesReceived : 1;
        ULONG Reserved : 20;
        ULONG AdvancedErrorInterruptMessageNumber : 5;
    };
    ULONG AsULONG;
} PCI_EXPRESS_ROOT_ERROR_STATUS, *PPCI_EXPRESS_ROOT_ERROR_STATUS;

typedef union _PCI_EXPRESS_ERROR_SOURCE_ID {
    struct {
        USHORT CorrectableSourceIdFun : 3;
        USHORT CorrectableSourceIdDev : 5;
        USHORT CorrectableSourceIdBus : 8;
        USHORT UncorrectableSourceIdFun : 3;
        USHORT UncorrectableSourceIdDev : 5;
        USHORT UncorrectableSourceIdBus : 8;
    };
    ULONG AsULONG;
} PCI_EXPRESS_ERROR_SOURCE_ID, *PPCI_EXPRESS_ERROR_SOURCE_ID;

typedef union _PCI_EXPRESS_SEC_UNCORRECTABLE_ERROR_STATUS {
    struct {
        ULONG TargetAbortOnSplitCompletion : 1;
        ULONG MasterAbortOnSplitCompletion : 1;
        ULONG ReceivedTargetAbort : 1;
        ULONG ReceivedMasterAbort : 1;
        ULONG RsvdZ : 1;
        ULONG UnexpectedSplitCompletionError : 1;
        ULONG UncorrectableSplitCompletion : 1;
        ULONG UncorrectableDataError : 1;
        ULONG UncorrectableAttributeError : 1;
        ULONG UncorrectableAddressError : 1;
        ULONG DelayedTransactionDiscardTimerExpired : 1;
        ULONG PERRAsserted : 1;
        ULONG SERRAsserted : 1;
        ULONG InternalBridgeError : 1;
        ULONG Reserved : 18;
    };
    ULONG AsULONG;
} PCI_EXPRESS_SEC_UNCORRECTABLE_ERROR_STATUS, *PPCI_EXPRESS_SEC_UNCORRECTABLE_ERROR_STATUS;

typedef union _PCI_EXPRESS_SEC_UNCORRECTABLE_ERROR_MASK {
    struct {
        ULONG TargetAbortOnSplitCompletion : 1;
        ULONG MasterAbortOnSplitCompletion : 1;
        ULONG ReceivedTargetAbort : 1;
        ULONG ReceivedMasterAbort : 1;
        ULONG RsvdZ : 1;
        ULONG UnexpectedSplitCompletionError : 1;
        ULONG UncorrectableSplitCompletion : 1;
        ULONG UncorrectableDataError : 1;
        ULONG UncorrectableAttributeError : 1;
        ULONG UncorrectableAddressError : 1;
        ULONG DelayedTransactionDiscardTimerExpired : 1;
        ULONG PERRAsserted : 1;
        ULONG SERRAsserted : 1;
        ULONG InternalBridgeError : 1;
        ULONG Reserved : 18;
    };
    ULONG AsULONG;
} PCI_EXPRESS_SEC_UNCORRECTABLE_ERROR_MASK, *PPCI_EXPRESS_SEC_UNCORRECTABLE_ERROR_MASK;

typedef union _PCI_EXPRESS_SEC_UNCORRECTABLE_ERROR_SEVERITY {
    struct {
        ULONG TargetAbortOnSplitCompletion : 1;
        ULONG MasterAbortOnSplitCompletion : 1;
        ULONG ReceivedTargetAbort : 1;
        ULONG ReceivedMasterAbort : 1;
        ULONG RsvdZ : 1;
        ULONG UnexpectedSplitCompletionError : 1;
        ULONG UncorrectableSplitCompletion : 1;
        ULONG UncorrectableDataError : 1;
        ULONG UncorrectableAttributeError : 1;
        ULONG UncorrectableAddressError : 1;
        ULONG DelayedTransactionDiscardTimerExpired : 1;
        ULONG PERRAsserted : 1;
        ULONG SERRAsserted : 1;
        ULONG InternalBridgeError : 1;
        ULONG Reserved : 18;
    };
    ULONG AsULONG;
} PCI_EXPRESS_SEC_UNCORRECTABLE_ERROR_SEVERITY, *PPCI_EXPRESS_SEC_UNCORRECTABLE_ERROR_SEVERITY;

typedef union _PCI_EXPRESS_SEC_AER_CAPABILITIES {
    struct {
        ULONG SecondaryUncorrectableFirstErrorPtr : 5;
        ULONG Reserved : 27;
    };
    ULONG AsULONG;
} PCI_EXPRESS_SEC_AER_CAPABILITIES, *PPCI_EXPRESS_SEC_AER_CAPABILITIES;

typedef struct _PCI_EXPRESS_AER_CAPABILITY {
    PCI_EXPRESS_ENHANCED_CAPABILITY_HEADER Header;
    PCI_EXPRESS_UNCORRECTABLE_ERROR_STATUS UncorrectableErrorStatus;
    PCI_EXPRESS_UNCORRECTABLE_ERROR_MASK UncorrectableErrorMask;
    PCI_EXPRESS_UNCORRECTABLE_ERROR_SEVERITY UncorrectableErrorSeverity;
    PCI_EXPRESS_CORRECTABLE_ERROR_STATUS CorrectableErrorStatus;
    PCI_EXPRESS_CORRECTABLE_ERROR_MASK CorrectableErrorMask;
    PCI_EXPRESS_AER_CAPABILITIES CapabilitiesAndControl;
    ULONG HeaderLog[4];
    PCI_EXPRESS_SEC_UNCORRECTABLE_ERROR_STATUS SecUncorrectableErrorStatus;
    PCI_EXPRESS_SEC_UNCORRECTABLE_ERROR_MASK SecUncorrectableErrorMask;
    PCI_EXPRESS_SEC_UNCORRECTABLE_ERROR_SEVERITY SecUncorrectableErrorSeverity;
    PCI_EXPRESS_SEC_AER_CAPABILITIES SecCapabilitiesAndControl;
    ULONG SecHeaderLog[4];
} PCI_EXPRESS_AER_CAPABILITY, *PPCI_EXPRESS_AER_CAPABILITY;

typedef struct _PCI_EXPRESS_ROOTPORT_AER_CAPABILITY {
    PCI_EXPRESS_ENHANCED_CAPABILITY_HEADER Header;
    PCI_EXPRESS_UNCORRECTABLE_ERROR_STATUS UncorrectableErrorStatus;
    PCI_EXPRESS_UNCORRECTABLE_ERROR_MASK UncorrectableErrorMask;
    PCI_EXPRESS_UNCORRECTABLE_ERROR_SEVERITY UncorrectableErrorSeverity;
    PCI_EXPRESS_CORRECTABLE_ERROR_STATUS CorrectableErrorStatus;
    PCI_EXPRESS_CORRECTABLE_ERROR_MASK CorrectableErrorMask;
    PCI_EXPRESS_AER_CAPABILITIES CapabilitiesAndControl;
    ULONG HeaderLog[4];
    PCI_EXPRESS_ROOT_ERROR_COMMAND RootErrorCommand;
    PCI_EXPRESS_ROOT_ERROR_STATUS RootErrorStatus;
    PCI_EXPRESS_ERROR_SOURCE_ID ErrorSourceId;
} PCI_EXPRESS_ROOTPORT_AER_CAPABILITY, *PPCI_EXPRESS_ROOTPORT_AER_CAPABILITY;

typedef struct _PCI_EXPRESS_BRIDGE_AER_CAPABILITY {
    PCI_EXPRESS_ENHANCED_CAPABILITY_HEADER Header;
    PCI_EXPRESS_UNCORRECTABLE_ERROR_STATUS UncorrectableErrorStatus;
    PCI_EXPRESS_UNCORRECTABLE_ERROR_MASK UncorrectableErrorMask;
    PCI_EXPRESS_UNCORRECTABLE_ERROR_SEVERITY UncorrectableErrorSeverity;
    PCI_EXPRESS_CORRECTABLE_ERROR_STATUS CorrectableErrorStatus;
    PCI_EXPRESS_CORRECTABLE_ERROR_MASK CorrectableErrorMask;
    PCI_EXPRESS_AER_CAPABILITIES CapabilitiesAndControl;
    ULONG HeaderLog[4];
    PCI_EXPRESS_SEC_UNCORRECTABLE_ERROR_STATUS SecUncorrectableErrorStatus;
    PCI_EXPRESS_SEC_UNCORRECTABLE_ERROR_MASK SecUncorrectableErrorMask;
    PCI_EXPRESS_SEC_UNCORRECTABLE_ERROR_SEVERITY SecUncorrectableErrorSeverity;
    PCI_EXPRESS_SEC_AER_CAPABILITIES SecCapabilitiesAndControl;
    ULONG SecHeaderLog[4];
} PCI_EXPRESS_BRIDGE_AER_CAPABILITY, *PPCI_EXPRESS_BRIDGE_AER_CAPABILITY;

typedef union _PCI_EXPRESS_ACS_CAPABILITY_REGISTER {
    struct {
        USHORT SourceValidation : 1;
        USHORT TranslationBlocking : 1;
        USHORT RequestRedirect : 1;
        USHORT CompletionRedirect : 1;
        USHORT UpstreamForwarding : 1;
        USHORT EgressControl : 1;
        USHORT DirectTranslation : 1;
        USHORT Reserved : 1;
        USHORT EgressControlVectorSize : 8;
    };
    USHORT AsUSHORT;
} PCI_EXPRESS_ACS_CAPABILITY_REGISTER, *PPCI_EXPRESS_ACS_CAPABILITY_REGISTER;

typedef union _PCI_EXPRESS_ACS_CONTROL {
    struct {
        USHORT SourceValidation : 1;
        USHORT TranslationBlocking : 1;
        USHORT RequestRedirect : 1;
        USHORT CompletionRedirect : 1;
        USHORT UpstreamForwarding : 1;
        USHORT EgressControl : 1;
        USHORT DirectTranslation : 1;
        USHORT Reserved : 9;
    };
    USHORT AsUSHORT;
} PCI_EXPRESS_ACS_CONTROL, *PPCI_EXPRESS_ACS_CONTROL;

typedef struct _PCI_EXPRESS_ACS_CAPABILITY {
    PCI_EXPRESS_ENHANCED_CAPABILITY_HEADER Header;
    PCI_EXPRESS_ACS_CAPABILITY_REGISTER Capability;
    PCI_EXPRESS_ACS_CONTROL Control;
    ULONG EgressControl[1];
} PCI_EXPRESS_ACS_CAPABILITY, *PPCI_EXPRESS_ACS_CAPABILITY;

typedef union _PCI_EXPRESS_SRIOV_CAPS {
    struct {
        ULONG VFMigrationCapable : 1;
        ULONG Reserved1 : 20;
        ULONG VFMigrationInterruptNumber : 11;
    };
    ULONG AsULONG;
} PCI_EXPRESS_SRIOV_CAPS, *PPCI_EXPRESS_SRIOV_CAPS;

typedef union _PCI_EXPRESS_SRIOV_CONTROL {
    struct {
        USHORT VFEnable : 1;
        USHORT VFMigrationEnable : 1;
        USHORT VFMigrationInterruptEnable : 1;
        USHORT VFMemorySpaceEnable : 1;
        USHORT ARICapableHierarchy : 1;
        USHORT Reserved1 : 11;
    };
    USHORT AsUSHORT;
} PCI_EXPRESS_SRIOV_CONTROL, *PPCI_EXPRESS_SRIOV_CONTROL;

typedef union _PCI_EXPRESS_SRIOV_STATUS {
    struct {
        USHORT VFMigrationStatus : 1;
        USHORT Reserved1 : 15;
    };
    USHORT AsUSHORT;
} PCI_EXPRESS_SRIOV_STATUS, *PPCI_EXPRESS_SRIOV_STATUS;

typedef union _PCI_EXPRESS_SRIOV_MIGRATION_STATE_ARRAY {
    struct {
        ULONG VFMigrationStateBIR : 3;
        ULONG VFMigrationStateOffset : 29;
    };
    ULONG AsULONG;
} PCI_EXPRESS_SRIOV_MIGRATION_STATE_ARRAY, *PPCI_EXPRESS_SRIOV_MIGRATION_STATE_ARRAY;

typedef struct _PCI_EXPRESS_SRIOV_CAPABILITY {
    PCI_EXPRESS_ENHANCED_CAPABILITY_HEADER Header;
    PCI_EXPRESS_SRIOV_CAPS SRIOVCapabilities;
    PCI_EXPRESS_SRIOV_CONTROL SRIOVControl;
    PCI_EXPRESS_SRIOV_STATUS SRIOVStatus;
    USHORT InitialVFs;
    USHORT TotalVFs;
    USHORT NumVFs;
    UCHAR FunctionDependencyLink;
    UCHAR RsvdP1;
    USHORT FirstVFOffset;
    USHORT VFStride;
    USHORT RsvdP2;
    USHORT VFDeviceId;
    ULONG SupportedPageSizes;
    ULONG SystemPageSize;
    ULONG BaseAddresses[6];
    PCI_EXPRESS_SRIOV_MIGRATION_STATE_ARRAY VFMigrationStateArrayOffset;
} PCI_EXPRESS_SRIOV_CAPABILITY, *PPCI_EXPRESS_SRIOV_CAPABILITY;

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

typedef BOOLEAN NTAPI PCI_IS_DEVICE_PRESENT(
    USHORT VendorID,
    USHORT DeviceID,
    UCHAR RevisionID,
    USHORT SubVendorID,
    USHORT SubSystemID,
    ULONG Flags);

typedef PCI_IS_DEVICE_PRESENT *PPCI_IS_DEVICE_PRESENT;

typedef BOOLEAN NTAPI PCI_IS_DEVICE_PRESENT_EX(
    PVOID Context,
    PPCI_DEVICE_PRESENCE_PARAMETERS Parameters);

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

typedef NTSTATUS NTAPI PCI_EXPRESS_ENTER_LINK_QUIESCENT_MODE(PVOID Context);
typedef PCI_EXPRESS_ENTER_LINK_QUIESCENT_MODE *PPCI_EXPRESS_ENTER_LINK_QUIESCENT_MODE;
typedef NTSTATUS NTAPI PCI_EXPRESS_EXIT_LINK_QUIESCENT_MODE(PVOID Context);
typedef PCI_EXPRESS_EXIT_LINK_QUIESCENT_MODE *PPCI_EXPRESS_EXIT_LINK_QUIESCENT_MODE;

typedef struct _PCI_EXPRESS_LINK_QUIESCENT_INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PPCI_EXPRESS_ENTER_LINK_QUIESCENT_MODE PciExpressEnterLinkQuiescentMode;
    PPCI_EXPRESS_EXIT_LINK_QUIESCENT_MODE PciExpressExitLinkQuiescentMode;
} PCI_EXPRESS_LINK_QUIESCENT_INTERFACE, *PPCI_EXPRESS_LINK_QUIESCENT_INTERFACE;

typedef ULONG (NTAPI *PPCI_EXPRESS_ROOT_PORT_READ_CONFIG_SPACE)(
    PVOID Context,
    PVOID Buffer,
    ULONG Offset,
    ULONG Length);

typedef ULONG (NTAPI *PPCI_EXPRESS_ROOT_PORT_WRITE_CONFIG_SPACE)(
    PVOID Context,
    PVOID Buffer,
    ULONG Offset,
    ULONG Length);

typedef struct _PCI_EXPRESS_ROOT_PORT_INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PPCI_EXPRESS_ROOT_PORT_READ_CONFIG_SPACE ReadConfigSpace;
    PPCI_EXPRESS_ROOT_PORT_WRITE_CONFIG_SPACE WriteConfigSpace;
} PCI_EXPRESS_ROOT_PORT_INTERFACE, *PPCI_EXPRESS_ROOT_PORT_INTERFACE;

typedef NTSTATUS NTAPI PCI_MSIX_SET_ENTRY(PVOID Context, ULONG TableEntry, ULONG MessageNumber);
typedef PCI_MSIX_SET_ENTRY *PPCI_MSIX_SET_ENTRY;
typedef NTSTATUS NTAPI PCI_MSIX_MASKUNMASK_ENTRY(PVOID Context, ULONG TableEntry);
typedef PCI_MSIX_MASKUNMASK_ENTRY *PPCI_MSIX_MASKUNMASK_ENTRY;

typedef NTSTATUS NTAPI PCI_MSIX_GET_ENTRY(
    PVOID Context,
    ULONG TableEntry,
    PULONG MessageNumber,
    PBOOLEAN Masked);

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

typedef struct _CLS_LSN {
    ULONGLONG Internal;
} CLS_LSN, *PCLS_LSN;

typedef struct _CLFS_NODE_ID {
    ULONG cType;
    ULONG cbNode;
} CLFS_NODE_ID, *PCLFS_NODE_ID;

typedef struct _CLS_WRITE_ENTRY {
    PVOID Buffer;
    ULONG ByteLength;
} CLS_WRITE_ENTRY, *PCLS_WRITE_ENTRY;

typedef struct _CLS_INFORMATION {
    LONGLONG TotalAvailable;
    LONGLONG CurrentAvailable;
    LONGLONG TotalReservation;
    ULONGLONG BaseFileSize;
    ULONGLONG ContainerSize;
    ULONG TotalContainers;
    ULONG FreeContainers;
    ULONG TotalClients;
    ULONG Attributes;
    ULONG FlushThreshold;
    ULONG SectorSize;
    CLS_LSN MinArchiveTailLsn;
    CLS_LSN BaseLsn;
    CLS_LSN LastFlushedLsn;
    CLS_LSN LastLsn;
    CLS_LSN RestartLsn;
    GUID Identity;
} CLS_INFORMATION, *PCLS_INFORMATION, *PPCLS_INFORMATION;

typedef struct _CLFS_LOG_NAME_INFORMATION {
    USHORT NameLengthInBytes;
    WCHAR Name[1];
} CLFS_LOG_NAME_INFORMATION, *PCLFS_LOG_NAME_INFORMATION;

typedef struct _CLFS_STREAM_ID_INFORMATION {
    UCHAR StreamIdentifier;
} CLFS_STREAM_ID_INFORMATION, *PCLFS_STREAM_ID_INFORMATION;

typedef CLS_LSN CLFS_LSN;

typedef struct _CLFS_PHYSICAL_LSN_INFORMATION {
    UCHAR StreamIdentifier;
    CLFS_LSN VirtualLsn;
    CLFS_LSN PhysicalLsn;
} CLFS_PHYSICAL_LSN_INFORMATION, *PCLFS_PHYSICAL_LSN_INFORMATION;

typedef struct _CLS_CONTAINER_INFORMATION {
    ULONG FileAttributes;
    ULONGLONG CreationTime;
    ULONGLONG LastAccessTime;
    ULONGLONG LastWriteTime;
    LONGLONG ContainerSize;
    ULONG FileNameActualLength;
    ULONG FileNameLength;
    WCHAR FileName[256];
    CLFS_CONTAINER_STATE State;
    CLFS_CONTAINER_ID PhysicalContainerId;
    CLFS_CONTAINER_ID LogicalContainerId;
} CLS_CONTAINER_INFORMATION, *PCLS_CONTAINER_INFORMATION;

typedef enum _CLFS_IOSTATS_CLASS {
    ClfsIoStatsDefault,
    ClfsIoStatsMax = 65535,
} CLFS_IOSTATS_CLASS, *PCLFS_IOSTATS_CLASS;

typedef struct _CLS_IO_STATISTICS_HEADER {
    UCHAR ubMajorVersion;
    UCHAR ubMinorVersion;
    CLFS_IOSTATS_CLASS eStatsClass;
    USHORT cbLength;
    ULONG coffData;
} CLS_IO_STATISTICS_HEADER, *PCLS_IO_STATISTICS_HEADER;

typedef struct _CLS_IO_STATISTICS {
    CLS_IO_STATISTICS_HEADER hdrIoStats;
    ULONGLONG cFlush;
    ULONGLONG cbFlush;
    ULONGLONG cMetaFlush;
    ULONGLONG cbMetaFlush;
} CLS_IO_STATISTICS, *PCLS_IO_STATISTICS;

typedef struct _CLS_SCAN_CONTEXT {
    CLFS_NODE_ID cidNode;
    PLOG_FILE_OBJECT plfoLog;
    ULONG cIndex;
    DECLSPEC_ALIGN(8) ULONG cContainers;
    DECLSPEC_ALIGN(8) ULONG cContainersReturned;
    DECLSPEC_ALIGN(8) CLFS_SCAN_MODE eScanMode;
    PCLS_CONTAINER_INFORMATION pinfoContainer;
} CLS_SCAN_CONTEXT, *PCLS_SCAN_CONTEXT;

typedef struct _CLS_ARCHIVE_DESCRIPTOR {
    ULONGLONG coffLow;
    ULONGLONG coffHigh;
    CLS_CONTAINER_INFORMATION infoContainer;
} CLS_ARCHIVE_DESCRIPTOR, *PCLS_ARCHIVE_DESCRIPTOR;

typedef enum _CLFS_MGMT_POLICY_TYPE {
    ClfsMgmtPolicyMaximumSize,
    ClfsMgmtPolicyMinimumSize,
    ClfsMgmtPolicyNewContainerSize,
    ClfsMgmtPolicyGrowthRate,
    ClfsMgmtPolicyLogTail,
    ClfsMgmtPolicyAutoShrink,
    ClfsMgmtPolicyAutoGrow,
    ClfsMgmtPolicyNewContainerPrefix,
    ClfsMgmtPolicyNewContainerSuffix,
    ClfsMgmtPolicyNewContainerExtension,
    ClfsMgmtPolicyInvalid,
} CLFS_MGMT_POLICY_TYPE, *PCLFS_MGMT_POLICY_TYPE;

typedef struct _CLFS_MGMT_POLICY {
    ULONG Version;
    ULONG LengthInBytes;
    ULONG PolicyFlags;
    CLFS_MGMT_POLICY_TYPE PolicyType;
    union {
        struct {
            ULONG Containers;
        } MaximumSize;
        struct {
            ULONG Containers;
        } MinimumSize;
        struct {
            ULONG SizeInBytes;
        } NewContainerSize;
        struct {
            ULONG AbsoluteGrowthInContainers;
            ULONG RelativeGrowthPercentage;
        } GrowthRate;
        struct {
            ULONG MinimumAvailablePercentage;
            ULONG MinimumAvailableContainers;
        } LogTail;
        struct {
            ULONG Percentage;
        } AutoShrink;
        struct {
            ULONG Enabled;
        } AutoGrow;
        struct {
            USHORT PrefixLengthInBytes;
            WCHAR PrefixString[1];
        } NewContainerPrefix;
        struct {
            ULONGLONG NextContainerSuffix;
        } NewContainerSuffix;
        struct {
            USHORT ExtensionLengthInBytes;
            WCHAR ExtensionString[1];
        } NewContainerExtension;
    } PolicyParameters;
} CLFS_MGMT_POLICY, *PCLFS_MGMT_POLICY;

typedef enum _CLFS_MGMT_NOTIFICATION_TYPE {
    ClfsMgmtAdvanceTailNotification,
    ClfsMgmtLogFullHandlerNotification,
    ClfsMgmtLogUnpinnedNotification,
    ClfsMgmtLogWriteNotification,
} CLFS_MGMT_NOTIFICATION_TYPE, *PCLFS_MGMT_NOTIFICATION_TYPE;

typedef struct _CLFS_MGMT_NOTIFICATION {
    CLFS_MGMT_NOTIFICATION_TYPE Notification;
    CLFS_LSN Lsn;
    USHORT LogIsPinned;
} CLFS_MGMT_NOTIFICATION, *PCLFS_MGMT_NOTIFICATION;

typedef CLFS_LSN *PCLFS_LSN;

typedef NTSTATUS (NTAPI *PCLFS_CLIENT_ADVANCE_TAIL_CALLBACK)(
    PLOG_FILE_OBJECT LogFile,
    PCLFS_LSN TargetLsn,
    PVOID ClientData);

typedef void (NTAPI *PCLFS_CLIENT_LFF_HANDLER_COMPLETE_CALLBACK)(
    PLOG_FILE_OBJECT LogFile,
    NTSTATUS OperationStatus,
    BOOLEAN LogIsPinned,
    PVOID ClientData);

typedef void (NTAPI *PCLFS_CLIENT_LOG_UNPINNED_CALLBACK)(
    PLOG_FILE_OBJECT LogFile,
    PVOID ClientData);

typedef struct _CLFS_MGMT_CLIENT_REGISTRATION {
    ULONG Version;
    PCLFS_CLIENT_ADVANCE_TAIL_CALLBACK AdvanceTailCallback;
    PVOID AdvanceTailCallbackData;
    PCLFS_CLIENT_LFF_HANDLER_COMPLETE_CALLBACK LogGrowthCompleteCallback;
    PVOID LogGrowthCompleteCallbackData;
    PCLFS_CLIENT_LOG_UNPINNED_CALLBACK LogUnpinnedCallback;
    PVOID LogUnpinnedCallbackData;
} CLFS_MGMT_CLIENT_REGISTRATION, *PCLFS_MGMT_CLIENT_REGISTRATION;

typedef struct _PCW_COUNTER_DESCRIPTOR {
    USHORT Id;
    USHORT StructIndex;
    USHORT Offset;
    USHORT Size;
} PCW_COUNTER_DESCRIPTOR, *PPCW_COUNTER_DESCRIPTOR;

typedef struct _PCW_DATA {
    const void *Data;
    ULONG Size;
} PCW_DATA, *PPCW_DATA;

typedef struct _PCW_COUNTER_INFORMATION {
    ULONG64 CounterMask;
    PCUNICODE_STRING InstanceMask;
} PCW_COUNTER_INFORMATION, *PPCW_COUNTER_INFORMATION;

struct _PCW_BUFFER;
typedef struct _PCW_BUFFER *PPCW_BUFFER;

typedef struct _PCW_MASK_INFORMATION {
    ULONG64 CounterMask;
    PCUNICODE_STRING InstanceMask;
    ULONG InstanceId;
    BOOLEAN CollectMultiple;
    PPCW_BUFFER Buffer;
    PKEVENT CancelEvent;
} PCW_MASK_INFORMATION, *PPCW_MASK_INFORMATION;

typedef union _PCW_CALLBACK_INFORMATION {
    PCW_COUNTER_INFORMATION AddCounter;
    PCW_COUNTER_INFORMATION RemoveCounter;
    PCW_MASK_INFORMATION EnumerateInstances;
    PCW_MASK_INFORMATION CollectData;
} PCW_CALLBACK_INFORMATION, *PPCW_CALLBACK_INFORMATION;

typedef NTSTATUS (NTAPI *PPCW_CALLBACK)(void);

typedef struct _PCW_REGISTRATION_INFORMATION {
    ULONG Version;
    PCUNICODE_STRING Name;
    ULONG CounterCount;
    PPCW_COUNTER_DESCRIPTOR Counters;
    PPCW_CALLBACK Callback;
    PVOID CallbackContext;
} PCW_REGISTRATION_INFORMATION, *PPCW_REGISTRATION_INFORMATION;

typedef XSAVE_FORMAT XMM_SAVE_AREA32;
typedef OSVERSIONINFOA OSVERSIONINFO;
typedef OSVERSIONINFOEXA OSVERSIONINFOEX;
typedef EXT_SET_PARAMETERS KT2_SET_PARAMETERS;
typedef PO_FX_COMPONENT_V1 PO_FX_COMPONENT;
typedef PO_FX_DEVICE_V1 PO_FX_DEVICE;
typedef CLS_WRITE_ENTRY CLFS_WRITE_ENTRY;
typedef GUID CLFS_LOG_ID;
typedef CLS_INFORMATION CLFS_INFORMATION;
typedef CLS_CONTAINER_INFORMATION CLFS_CONTAINER_INFORMATION;
typedef CLS_IO_STATISTICS_HEADER CLFS_IO_STATISTICS_HEADER;
typedef CLS_IO_STATISTICS CLFS_IO_STATISTICS;
typedef FILE_OBJECT LOG_FILE_OBJECT;
typedef CLS_SCAN_CONTEXT CLFS_SCAN_CONTEXT;
typedef CLS_ARCHIVE_DESCRIPTOR CLFS_ARCHIVE_DESCRIPTOR;
typedef GUID KCRM_PROTOCOL_ID;

typedef enum _ALTERNATIVE_ARCHITECTURE_TYPE {
    StandardDesign,
    NEC98x86,
    EndAlternatives,
} ALTERNATIVE_ARCHITECTURE_TYPE;

typedef enum _BOUND_CALLBACK_STATUS {
    BoundExceptionContinueSearch,
    BoundExceptionHandled,
    BoundExceptionError,
    BoundExceptionMaximum,
} BOUND_CALLBACK_STATUS, *PBOUND_CALLBACK_STATUS;

typedef BOUND_CALLBACK_STATUS NTAPI BOUND_CALLBACK(void);
typedef void NTAPI CALLBACK_FUNCTION(PVOID CallbackContext, PVOID Argument1, PVOID Argument2);
typedef PVOID (NTAPI *CLFS_BLOCK_ALLOCATION)(ULONG cbBufferLength, PVOID pvUserContext);
typedef void (NTAPI *CLFS_BLOCK_DEALLOCATION)(PVOID pvBuffer, PVOID pvUserContext);

typedef enum _CLFS_CONTEXT_MODE {
    ClfsContextNone,
    ClfsContextUndoNext,
    ClfsContextPrevious,
    ClfsContextForward,
} CLFS_CONTEXT_MODE, *PCLFS_CONTEXT_MODE;

typedef enum _CLFS_LOG_ARCHIVE_MODE {
    ClfsLogArchiveEnabled = 1,
    ClfsLogArchiveDisabled,
} CLFS_LOG_ARCHIVE_MODE, *PCLFS_LOG_ARCHIVE_MODE;

typedef enum _CLS_LOG_INFORMATION_CLASS {
    ClfsLogBasicInformation,
    ClfsLogBasicInformationPhysical,
    ClfsLogPhysicalNameInformation,
    ClfsLogStreamIdentifierInformation,
    ClfsLogSystemMarkingInformation,
    ClfsLogPhysicalLsnInformation,
} CLS_LOG_INFORMATION_CLASS, *PCLS_LOG_INFORMATION_CLASS;

typedef CLS_LOG_INFORMATION_CLASS CLFS_LOG_INFORMATION_CLASS;
typedef PVOID CLFS_MGMT_CLIENT;

typedef enum _CLS_CONTEXT_MODE {
    ClsContextNone,
    ClsContextUndoNext,
    ClsContextPrevious,
    ClsContextForward,
} CLS_CONTEXT_MODE, *PCLS_CONTEXT_MODE;

typedef enum _CLS_IOSTATS_CLASS {
    ClsIoStatsDefault,
    ClsIoStatsMax = 65535,
} CLS_IOSTATS_CLASS, *PCLS_IOSTATS_CLASS;

typedef enum _CM_SHARE_DISPOSITION {
    CmResourceShareUndetermined,
    CmResourceShareDeviceExclusive,
    CmResourceShareDriverExclusive,
    CmResourceShareShared,
} CM_SHARE_DISPOSITION;

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

typedef enum DEVICE_REGISTRY_PROPERTY {
    DevicePropertyDeviceDescription,
    DevicePropertyHardwareID,
    DevicePropertyCompatibleIDs,
    DevicePropertyBootConfiguration,
    DevicePropertyBootConfigurationTranslated,
    DevicePropertyClassName,
    DevicePropertyClassGuid,
    DevicePropertyDriverKeyName,
    DevicePropertyManufacturer,
    DevicePropertyFriendlyName,
    DevicePropertyLocationInformation,
    DevicePropertyPhysicalDeviceObjectName,
    DevicePropertyBusTypeGuid,
    DevicePropertyLegacyBusType,
    DevicePropertyBusNumber,
    DevicePropertyEnumeratorName,
    DevicePropertyAddress,
    DevicePropertyUINumber,
    DevicePropertyInstallState,
    DevicePropertyRemovalPolicy,
    DevicePropertyResourceRequirements,
    DevicePropertyAllocatedResources,
    DevicePropertyContainerID,
} DEVICE_REGISTRY_PROPERTY;

typedef enum _DEVICE_REMOVAL_POLICY {
    RemovalPolicyExpectNoRemoval = 1,
    RemovalPolicyExpectOrderlyRemoval,
    RemovalPolicyExpectSurpriseRemoval,
} DEVICE_REMOVAL_POLICY, *PDEVICE_REMOVAL_POLICY;

typedef NTSTATUS NTAPI DRIVER_DISPATCH_PAGED(struct _DEVICE_OBJECT *DeviceObject, struct _IRP *Irp);

typedef NTSTATUS NTAPI DRIVER_DISPATCH_RAISED(
    struct _DEVICE_OBJECT *DeviceObject,
    struct _IRP *Irp);

typedef NTSTATUS NTAPI DRIVER_NOTIFICATION_CALLBACK_ROUTINE(
    PVOID NotificationStructure,
    PVOID Context);

typedef enum _DRIVER_RUNTIME_INIT_FLAGS {
    DrvRtPoolNxOptIn = 1,
    LastDrvRtFlag,
} DRIVER_RUNTIME_INIT_FLAGS, *PDRIVER_RUNTIME_INIT_FLAGS;

typedef enum _ENLISTMENT_INFORMATION_CLASS {
    EnlistmentBasicInformation,
    EnlistmentRecoveryInformation,
    EnlistmentCrmInformation,
} ENLISTMENT_INFORMATION_CLASS;

typedef void NTAPI ETWENABLECALLBACK(
    LPCGUID SourceId,
    ULONG ControlCode,
    UCHAR Level,
    ULONGLONG MatchAnyKeyword,
    ULONGLONG MatchAllKeyword,
    PEVENT_FILTER_DESCRIPTOR FilterData,
    PVOID CallbackContext);

struct _EX_TIMER;
typedef struct _EX_TIMER *PEX_TIMER;
typedef void NTAPI EXT_CALLBACK(PEX_TIMER Timer, PVOID Context);

typedef NTSTATUS NTAPI EX_CALLBACK_FUNCTION(
    PVOID CallbackContext,
    PVOID Argument1,
    PVOID Argument2);

typedef enum _EX_POOL_PRIORITY {
    LowPoolPriority,
    LowPoolPrioritySpecialPoolOverrun = 8,
    LowPoolPrioritySpecialPoolUnderrun,
    NormalPoolPriority = 16,
    NormalPoolPrioritySpecialPoolOverrun = 24,
    NormalPoolPrioritySpecialPoolUnderrun,
    HighPoolPriority = 32,
    HighPoolPrioritySpecialPoolOverrun = 40,
    HighPoolPrioritySpecialPoolUnderrun,
} EX_POOL_PRIORITY;

typedef enum _FIRMWARE_TYPE {
    FirmwareTypeUnknown,
    FirmwareTypeBios,
    FirmwareTypeUefi,
    FirmwareTypeMax,
} FIRMWARE_TYPE, *PFIRMWARE_TYPE;

typedef void NTAPI FWMI_NOTIFICATION_CALLBACK(PVOID Wnode, PVOID Context);

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

typedef void NTAPI IO_DPC_ROUTINE(
    PKDPC Dpc,
    struct _DEVICE_OBJECT *DeviceObject,
    struct _IRP *Irp,
    PVOID Context);

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

typedef NTSTATUS NTAPI IO_SESSION_NOTIFICATION_FUNCTION(
    PVOID SessionObject,
    PVOID IoObject,
    ULONG Event,
    PVOID Context,
    PVOID NotificationPayload,
    ULONG PayloadLength);

typedef void NTAPI IO_TIMER_ROUTINE(struct _DEVICE_OBJECT *DeviceObject, PVOID Context);
typedef void NTAPI IO_WORKITEM_ROUTINE(PDEVICE_OBJECT DeviceObject, PVOID Context);
struct _IO_WORKITEM;
typedef struct _IO_WORKITEM *PIO_WORKITEM;
typedef void NTAPI IO_WORKITEM_ROUTINE_EX(PVOID IoObject, PVOID Context, PIO_WORKITEM IoWorkItem);

typedef enum _IRQ_GROUP_POLICY {
    GroupAffinityAllGroupZero,
    GroupAffinityDontCare,
} IRQ_GROUP_POLICY, *PIRQ_GROUP_POLICY;

typedef enum _KBUGCHECK_BUFFER_DUMP_STATE {
    BufferEmpty,
    BufferInserted,
    BufferStarted,
    BufferFinished,
    BufferIncomplete,
} KBUGCHECK_BUFFER_DUMP_STATE;

typedef enum _KDPC_IMPORTANCE {
    LowImportance,
    MediumImportance,
    HighImportance,
    MediumHighImportance,
} KDPC_IMPORTANCE;

typedef enum _KD_OPTION {
    KD_OPTION_SET_BLOCK_ENABLE,
} KD_OPTION;

typedef struct _KENLISTMENT KENLISTMENT, *PKENLISTMENT, *PRKENLISTMENT;
typedef ULONG_PTR NTAPI KIPI_BROADCAST_WORKER(ULONG_PTR Argument);

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

typedef struct _KRESOURCEMANAGER KRESOURCEMANAGER, *PKRESOURCEMANAGER, *PRKRESOURCEMANAGER;
typedef void NTAPI KSTART_ROUTINE(PVOID StartContext);
typedef BOOLEAN NTAPI KSYNCHRONIZE_ROUTINE(PVOID SynchronizeContext);
typedef struct _KTM KTM, *PKTM, *PRKTM;

typedef enum _KTMOBJECT_TYPE {
    KTMOBJECT_TRANSACTION,
    KTMOBJECT_TRANSACTION_MANAGER,
    KTMOBJECT_RESOURCE_MANAGER,
    KTMOBJECT_ENLISTMENT,
    KTMOBJECT_INVALID,
} KTMOBJECT_TYPE, *PKTMOBJECT_TYPE;

typedef struct _KTRANSACTION KTRANSACTION, *PKTRANSACTION, *PRKTRANSACTION;

typedef enum _KWAIT_REASON {
    Executive,
    FreePage,
    PageIn,
    PoolAllocation,
    DelayExecution,
    Suspended,
    UserRequest,
    WrExecutive,
    WrFreePage,
    WrPageIn,
    WrPoolAllocation,
    WrDelayExecution,
    WrSuspended,
    WrUserRequest,
    WrSpare0,
    WrQueue,
    WrLpcReceive,
    WrLpcReply,
    WrVirtualMemory,
    WrPageOut,
    WrRendezvous,
    WrKeyedEvent,
    WrTerminated,
    WrProcessInSwap,
    WrCpuRateControl,
    WrCalloutStack,
    WrKernel,
    WrResource,
    WrPushLock,
    WrMutex,
    WrQuantumEnd,
    WrDispatchInt,
    WrPreempted,
    WrYieldExecution,
    WrFastMutex,
    WrGuardedMutex,
    WrRundown,
    WrAlertByThreadId,
    WrDeferredPreempt,
    WrPhysicalFault,
    MaximumWaitReason,
} KWAIT_REASON;

typedef enum LATENCY_TIME {
    LT_DONT_CARE,
    LT_LOWEST_LATENCY,
} LATENCY_TIME;

typedef enum _LOCK_OPERATION {
    IoReadAccess,
    IoWriteAccess,
    IoModifyAccess,
} LOCK_OPERATION;

typedef LPOSVERSIONINFOA LPOSVERSIONINFO;
typedef LPOSVERSIONINFOEXA LPOSVERSIONINFOEX;
typedef LUID_AND_ATTRIBUTES LUID_AND_ATTRIBUTES_ARRAY[1];

typedef enum _MEMORY_CACHING_TYPE_ORIG {
    MmFrameBufferCached = 2,
} MEMORY_CACHING_TYPE_ORIG;

typedef enum _MM_MDL_PAGE_CONTENTS_STATE {
    MmMdlPageContentsDynamic,
    MmMdlPageContentsInvariant,
    MmMdlPageContentsQuery,
} MM_MDL_PAGE_CONTENTS_STATE, PMM_MDL_PAGE_CONTENTS_STATE;

typedef void NTAPI MM_MDL_ROUTINE(PVOID DriverContext, PVOID MappedVa);

typedef enum _MM_PAGE_PRIORITY {
    LowPagePriority,
    NormalPagePriority = 16,
    HighPagePriority = 32,
} MM_PAGE_PRIORITY;

typedef enum _MM_SYSTEM_SIZE {
    MmSmallSystem,
    MmMediumSystem,
    MmLargeSystem,
} MM_SYSTEMSIZE;

typedef enum _MODE {
    KernelMode,
    UserMode,
    MaximumMode,
} MODE;

typedef enum _MONITOR_DISPLAY_STATE {
    PowerMonitorOff,
    PowerMonitorOn,
    PowerMonitorDim,
} MONITOR_DISPLAY_STATE, *PMONITOR_DISPLAY_STATE;

typedef BOOLEAN NTAPI NMI_CALLBACK(PVOID Context, BOOLEAN Handled);

typedef void NTAPI NTFS_DEREF_EXPORTED_SECURITY_DESCRIPTOR(
    PVOID Vcb,
    PSECURITY_DESCRIPTOR SecurityDescriptor);

typedef enum _OS_DEPLOYEMENT_STATE_VALUES {
    OS_DEPLOYMENT_STANDARD = 1,
    OS_DEPLOYMENT_COMPACT,
} OS_DEPLOYEMENT_STATE_VALUES;

typedef ACCESS_MASK *PACCESS_MASK;
typedef BOUND_CALLBACK *PBOUND_CALLBACK;
typedef CALLBACK_FUNCTION *PCALLBACK_FUNCTION;
typedef const enum _DRIVER_RUNTIME_INIT_FLAGS *PCDRIVER_RUNTIME_INIT_FLAGS;
typedef const IMAGE_POLICY_ENTRY *PCIMAGE_POLICY_ENTRY;
typedef const IMAGE_POLICY_METADATA *PCIMAGE_POLICY_METADATA;
typedef CLFS_ARCHIVE_DESCRIPTOR *PCLFS_ARCHIVE_DESCRIPTOR;
typedef CLFS_CONTAINER_ID *PCLFS_CONTAINER_ID;
typedef CLFS_CONTAINER_INFORMATION *PCLFS_CONTAINER_INFORMATION;
typedef CLS_CONTAINER_STATE *PCLFS_CONTAINER_STATE;
typedef CLFS_INFORMATION *PCLFS_INFORMATION;
typedef CLFS_IO_STATISTICS *PCLFS_IO_STATISTICS;
typedef CLFS_IO_STATISTICS_HEADER *PCLFS_IO_STATISTICS_HEADER;
typedef CLFS_LOG_INFORMATION_CLASS *PCLFS_LOG_INFORMATION_CLASS;
typedef PVOID *PCLFS_MGMT_CLIENT;
typedef CLS_RECORD_TYPE *PCLFS_RECORD_TYPE;
typedef CLFS_SCAN_CONTEXT *PCLFS_SCAN_CONTEXT;
typedef UCHAR *PCLFS_SCAN_MODE;

typedef void (NTAPI *PCLFS_SET_LOG_SIZE_COMPLETE_CALLBACK)(
    PLOG_FILE_OBJECT LogFile,
    NTSTATUS OperationStatus,
    PVOID ClientData);

typedef CLFS_WRITE_ENTRY *PCLFS_WRITE_ENTRY;
typedef UINT32 *PCLS_CONTAINER_STATE;
typedef UCHAR *PCLS_RECORD_TYPE;

typedef enum _PCW_CALLBACK_TYPE {
    PcwCallbackAddCounter,
    PcwCallbackRemoveCounter,
    PcwCallbackEnumerateInstances,
    PcwCallbackCollectData,
} PCW_CALLBACK_TYPE, *PPCW_CALLBACK_TYPE;

typedef NTSTATUS NTAPI PCW_CALLBACK(
    PCW_CALLBACK_TYPE Type,
    PPCW_CALLBACK_INFORMATION Info,
    PVOID Context);

typedef void (NTAPI *PDEBUG_PRINT_CALLBACK)(PSTRING Output, ULONG ComponentId, ULONG Level);
typedef DEVICE_CHANGE_COMPLETE_CALLBACK *PDEVICE_CHANGE_COMPLETE_CALLBACK;
typedef DRIVER_DISPATCH_PAGED *PDRIVER_DISPATCH_PAGED;
typedef DRIVER_NOTIFICATION_CALLBACK_ROUTINE *PDRIVER_NOTIFICATION_CALLBACK_ROUTINE;
typedef ERESOURCE_THREAD *PERESOURCE_THREAD;
typedef void (NTAPI *PETWENABLECALLBACK)(void);
typedef ULONG *PEXECUTION_STATE;
typedef EXT_CALLBACK *PEXT_CALLBACK;
typedef PVOID PEXT_CANCEL_PARAMETERS;
typedef EX_CALLBACK_FUNCTION *PEX_CALLBACK_FUNCTION;
struct _EX_RUNDOWN_REF_CACHE_AWARE;
typedef struct _EX_RUNDOWN_REF_CACHE_AWARE *PEX_RUNDOWN_REF_CACHE_AWARE;
typedef volatile LONG *PEX_SPIN_LOCK;
typedef NTSTATUS (NTAPI *PFN_NT_COMMIT_TRANSACTION)(HANDLE TransactionHandle, BOOLEAN Wait);

typedef NTSTATUS (NTAPI *PFN_NT_CREATE_TRANSACTION)(
    PHANDLE TransactionHandle,
    ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes,
    LPGUID Uow,
    HANDLE TmHandle,
    ULONG CreateOptions,
    ULONG IsolationLevel,
    ULONG IsolationFlags,
    PLARGE_INTEGER Timeout,
    PUNICODE_STRING Description);

typedef NTSTATUS (NTAPI *PFN_NT_OPEN_TRANSACTION)(
    PHANDLE TransactionHandle,
    ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes,
    LPGUID Uow,
    HANDLE TmHandle);

typedef enum _TRANSACTION_INFORMATION_CLASS {
    TransactionBasicInformation,
    TransactionPropertiesInformation,
    TransactionEnlistmentInformation,
    TransactionSuperiorEnlistmentInformation,
} TRANSACTION_INFORMATION_CLASS;

typedef NTSTATUS (NTAPI *PFN_NT_QUERY_INFORMATION_TRANSACTION)(
    HANDLE TransactionHandle,
    TRANSACTION_INFORMATION_CLASS TransactionInformationClass,
    PVOID TransactionInformation,
    ULONG TransactionInformationLength,
    PULONG ReturnLength);

typedef NTSTATUS (NTAPI *PFN_NT_ROLLBACK_TRANSACTION)(HANDLE TransactionHandle, BOOLEAN Wait);

typedef NTSTATUS (NTAPI *PFN_NT_SET_INFORMATION_TRANSACTION)(
    HANDLE TransactionHandle,
    TRANSACTION_INFORMATION_CLASS TransactionInformationClass,
    PVOID TransactionInformation,
    ULONG TransactionInformationLength);

typedef BOOLEAN (NTAPI *PFN_RTL_IS_NTDDI_VERSION_AVAILABLE)(ULONG Version);
typedef BOOLEAN (NTAPI *PFN_RTL_IS_SERVICE_PACK_VERSION_INSTALLED)(ULONG Version);
typedef BOOLEAN (NTAPI *PGPE_SERVICE_ROUTINE2)(PVOID ObjectContext, PVOID ServiceContext);
typedef GUID *PGUID;
typedef NTSTATUS (NTAPI *PIO_CONTAINER_NOTIFICATION_FUNCTION)(void);
typedef IO_CSQ_INSERT_IRP_EX *PIO_CSQ_INSERT_IRP_EX;
typedef void (NTAPI *PIO_DEVICE_EJECT_CALLBACK)(NTSTATUS Status, PVOID Context);
typedef IO_DPC_ROUTINE *PIO_DPC_ROUTINE;
typedef IO_SESSION_NOTIFICATION_FUNCTION *PIO_SESSION_NOTIFICATION_FUNCTION;
typedef IO_TIMER_ROUTINE *PIO_TIMER_ROUTINE;
typedef IO_WORKITEM_ROUTINE *PIO_WORKITEM_ROUTINE;
typedef IO_WORKITEM_ROUTINE_EX *PIO_WORKITEM_ROUTINE_EX;
typedef GUID *PKCRM_PROTOCOL_ID;
typedef KIPI_BROADCAST_WORKER *PKIPI_BROADCAST_WORKER;
struct _KPROCESS;
typedef struct _KPROCESS *PKPROCESS;
typedef KSTART_ROUTINE *PKSTART_ROUTINE;
typedef KSYNCHRONIZE_ROUTINE *PKSYNCHRONIZE_ROUTINE;
typedef LUID_AND_ATTRIBUTES_ARRAY *PLUID_AND_ATTRIBUTES_ARRAY;
typedef NTSTATUS (NTAPI *PMM_DLL_INITIALIZE)(PUNICODE_STRING RegistryPath);
typedef NTSTATUS (NTAPI *PMM_DLL_UNLOAD)(void);
typedef MM_MDL_ROUTINE *PMM_MDL_ROUTINE;
typedef NMI_CALLBACK *PNMI_CALLBACK;
typedef NTFS_DEREF_EXPORTED_SECURITY_DESCRIPTOR *PNTFS_DEREF_EXPORTED_SECURITY_DESCRIPTOR;

struct POHANDLE__ {
    int unused;
};

typedef struct POHANDLE__ *POHANDLE;
typedef POSVERSIONINFOA POSVERSIONINFO;
typedef POSVERSIONINFOEXA POSVERSIONINFOEX;

typedef enum POWER_INFORMATION_LEVEL {
    SystemPowerPolicyAc,
    SystemPowerPolicyDc,
    VerifySystemPolicyAc,
    VerifySystemPolicyDc,
    SystemPowerCapabilities,
    SystemBatteryState,
    SystemPowerStateHandler,
    ProcessorStateHandler,
    SystemPowerPolicyCurrent,
    AdministratorPowerPolicy,
    SystemReserveHiberFile,
    ProcessorInformation,
    SystemPowerInformation,
    ProcessorStateHandler2,
    LastWakeTime,
    LastSleepTime,
    SystemExecutionState,
    SystemPowerStateNotifyHandler,
    ProcessorPowerPolicyAc,
    ProcessorPowerPolicyDc,
    VerifyProcessorPowerPolicyAc,
    VerifyProcessorPowerPolicyDc,
    ProcessorPowerPolicyCurrent,
    SystemPowerStateLogging,
    SystemPowerLoggingEntry,
    SetPowerSettingValue,
    NotifyUserPowerSetting,
    PowerInformationLevelUnused0,
    SystemMonitorHiberBootPowerOff,
    SystemVideoState,
    TraceApplicationPowerMessage,
    TraceApplicationPowerMessageEnd,
    ProcessorPerfStates,
    ProcessorIdleStates,
    ProcessorCap,
    SystemWakeSource,
    SystemHiberFileInformation,
    TraceServicePowerMessage,
    ProcessorLoad,
    PowerShutdownNotification,
    MonitorCapabilities,
    SessionPowerInit,
    SessionDisplayState,
    PowerRequestCreate,
    PowerRequestAction,
    GetPowerRequestList,
    ProcessorInformationEx,
    NotifyUserModeLegacyPowerEvent,
    GroupPark,
    ProcessorIdleDomains,
    WakeTimerList,
    SystemHiberFileSize,
    ProcessorIdleStatesHv,
    ProcessorPerfStatesHv,
    ProcessorPerfCapHv,
    ProcessorSetIdle,
    LogicalProcessorIdling,
    UserPresence,
    PowerSettingNotificationName,
    GetPowerSettingValue,
    IdleResiliency,
    SessionRITState,
    SessionConnectNotification,
    SessionPowerCleanup,
    SessionLockState,
    SystemHiberbootState,
    PlatformInformation,
    PdcInvocation,
    MonitorInvocation,
    FirmwareTableInformationRegistered,
    SetShutdownSelectedTime,
    SuspendResumeInvocation,
    PlmPowerRequestCreate,
    ScreenOff,
    CsDeviceNotification,
    PlatformRole,
    LastResumePerformance,
    DisplayBurst,
    ExitLatencySamplingPercentage,
    RegisterSpmPowerSettings,
    PlatformIdleStates,
    ProcessorIdleVeto,
    PlatformIdleVeto,
    SystemBatteryStatePrecise,
    ThermalEvent,
    PowerRequestActionInternal,
    BatteryDeviceState,
    PowerInformationInternal,
    ThermalStandby,
    SystemHiberFileType,
    PhysicalPowerButtonPress,
    QueryPotentialDripsConstraint,
    EnergyTrackerCreate,
    EnergyTrackerQuery,
    UpdateBlackBoxRecorder,
    PowerInformationLevelMaximum,
} POWER_INFORMATION_LEVEL;

typedef enum _POWER_MONITOR_REQUEST_TYPE {
    MonitorRequestTypeOff,
    MonitorRequestTypeOnAndPresent,
    MonitorRequestTypeToggleOn,
} POWER_MONITOR_REQUEST_TYPE;

typedef enum _POWER_PLATFORM_ROLE {
    PlatformRoleUnspecified,
    PlatformRoleDesktop,
    PlatformRoleMobile,
    PlatformRoleWorkstation,
    PlatformRoleEnterpriseServer,
    PlatformRoleSOHOServer,
    PlatformRoleAppliancePC,
    PlatformRolePerformanceServer,
    PlatformRoleSlate,
    PlatformRoleMaximum,
} POWER_PLATFORM_ROLE, *PPOWER_PLATFORM_ROLE;

typedef enum _POWER_REQUEST_TYPE {
    PowerRequestDisplayRequired,
    PowerRequestSystemRequired,
    PowerRequestAwayModeRequired,
    PowerRequestExecutionRequired,
} POWER_REQUEST_TYPE, *PPOWER_REQUEST_TYPE;

typedef NTSTATUS NTAPI POWER_SETTING_CALLBACK(
    LPCGUID SettingGuid,
    PVOID Value,
    ULONG ValueLength,
    PVOID Context);

typedef void NTAPI PO_FX_COMPONENT_CRITICAL_TRANSITION_CALLBACK(
    PVOID Context,
    ULONG Component,
    BOOLEAN Active);

typedef void NTAPI PO_FX_COMPONENT_PERF_STATE_CALLBACK(
    PVOID Context,
    ULONG Component,
    BOOLEAN Succeeded,
    PVOID RequestContext);

typedef void NTAPI PO_FX_DRIPS_WATCHDOG_CALLBACK(
    PVOID Context,
    PDEVICE_OBJECT PhysicalDeviceObject,
    ULONG UniqueId);

typedef enum _PO_THERMAL_REQUEST_TYPE {
    PoThermalRequestPassive,
    PoThermalRequestActive,
} PO_THERMAL_REQUEST_TYPE, *PPO_THERMAL_REQUEST_TYPE;

typedef CLFS_ARCHIVE_DESCRIPTOR **PPCLFS_ARCHIVE_DESCRIPTOR;
typedef CLFS_CONTAINER_ID **PPCLFS_CONTAINER_ID;
typedef CLFS_CONTAINER_INFORMATION **PPCLFS_CONTAINER_INFORMATION;
typedef CLS_CONTAINER_STATE *PPCLFS_CONTAINER_STATE;
typedef enum _CLFS_CONTEXT_MODE **PPCLFS_CONTEXT_MODE;
typedef CLFS_INFORMATION *PPCLFS_INFORMATION;
typedef enum _CLFS_IOSTATS_CLASS **PPCLFS_IOSTATS_CLASS;
typedef CLFS_IO_STATISTICS **PPCLFS_IO_STATISTICS;
typedef CLFS_IO_STATISTICS_HEADER **PPCLFS_IO_STATISTICS_HEADER;
typedef CLFS_LOG_INFORMATION_CLASS **PPCLFS_LOG_INFORMATION_CLASS;
typedef struct _CLFS_LOG_NAME_INFORMATION **PPCLFS_LOG_NAME_INFORMATION;
typedef CLFS_LSN **PPCLFS_LSN;
typedef CLS_RECORD_TYPE **PPCLFS_RECORD_TYPE;
typedef CLFS_SCAN_CONTEXT **PPCLFS_SCAN_CONTEXT;
typedef struct _CLFS_STREAM_ID_INFORMATION **PPCLFS_STREAM_ID_INFORMATION;
typedef CLFS_WRITE_ENTRY **PPCLFS_WRITE_ENTRY;
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
struct _PCW_INSTANCE;
typedef struct _PCW_INSTANCE *PPCW_INSTANCE;
struct _PCW_REGISTRATION;
typedef struct _PCW_REGISTRATION *PPCW_REGISTRATION;
typedef ULONG64 *PPFN_NUMBER;
typedef FILE_OBJECT **PPLOG_FILE_OBJECT;
typedef ULONG *PPNP_DEVICE_STATE;
typedef POWER_SETTING_CALLBACK *PPOWER_SETTING_CALLBACK;
typedef PO_FX_COMPONENT_CRITICAL_TRANSITION_CALLBACK *PPO_FX_COMPONENT_CRITICAL_TRANSITION_CALLBACK;
typedef PO_FX_COMPONENT_PERF_STATE_CALLBACK *PPO_FX_COMPONENT_PERF_STATE_CALLBACK;
typedef PO_FX_DRIPS_WATCHDOG_CALLBACK *PPO_FX_DRIPS_WATCHDOG_CALLBACK;

typedef void NTAPI PROCESSOR_CALLBACK_FUNCTION(
    PVOID CallbackContext,
    PKE_PROCESSOR_CHANGE_NOTIFY_CONTEXT ChangeContext,
    PNTSTATUS OperationStatus);

typedef PROCESSOR_CALLBACK_FUNCTION *PPROCESSOR_CALLBACK_FUNCTION;
typedef NTSTATUS NTAPI PROCESSOR_HALT_ROUTINE(PVOID Context);
typedef PROCESSOR_HALT_ROUTINE *PPROCESSOR_HALT_ROUTINE;

typedef NTSTATUS (NTAPI *PREPLACE_DRIVER_INIT)(
    PPNP_REPLACE_DRIVER_INTERFACE Interface,
    PVOID Unused);

typedef void NTAPI REQUEST_POWER_COMPLETE(
    PDEVICE_OBJECT DeviceObject,
    UCHAR MinorFunction,
    POWER_STATE PowerState,
    PVOID Context,
    PIO_STATUS_BLOCK IoStatus);

typedef REQUEST_POWER_COMPLETE *PREQUEST_POWER_COMPLETE;
typedef struct _KPROCESS *PRKPROCESS;
typedef BOOLEAN *PSECURITY_CONTEXT_TRACKING_MODE;

typedef enum _SECURITY_OPERATION_CODE {
    SetSecurityDescriptor,
    QuerySecurityDescriptor,
    DeleteSecurityDescriptor,
    AssignSecurityDescriptor,
} SECURITY_OPERATION_CODE, *PSECURITY_OPERATION_CODE;

typedef enum _SE_IMAGE_TYPE {
    SeImageTypeElamDriver,
    SeImageTypeDriver,
    SeImageTypePlatformSecureFile,
    SeImageTypeMax,
} SE_IMAGE_TYPE, *PSE_IMAGE_TYPE;

typedef struct _BDCB_IMAGE_INFORMATION BDCB_IMAGE_INFORMATION, *PBDCB_IMAGE_INFORMATION;

typedef void NTAPI SE_IMAGE_VERIFICATION_CALLBACK_FUNCTION(
    PVOID CallbackContext,
    SE_IMAGE_TYPE ImageType,
    PBDCB_IMAGE_INFORMATION ImageInformation);

typedef SE_IMAGE_VERIFICATION_CALLBACK_FUNCTION *PSE_IMAGE_VERIFICATION_CALLBACK_FUNCTION;
typedef PVOID *PSE_IMAGE_VERIFICATION_CALLBACK_TOKEN;

typedef enum _SE_IMAGE_VERIFICATION_CALLBACK_TYPE {
    SeImageVerificationCallbackInformational,
} SE_IMAGE_VERIFICATION_CALLBACK_TYPE, *PSE_IMAGE_VERIFICATION_CALLBACK_TYPE;

typedef LONG64 *PSPFN_NUMBER;

typedef NTSTATUS (NTAPI *PTM_PROPAGATE_ROUTINE)(
    PVOID PropagationCookie,
    PVOID CallbackData,
    NTSTATUS PropagationStatus,
    GUID TransactionGuid);

typedef NTSTATUS (NTAPI *PTM_RM_NOTIFICATION)(
    PKENLISTMENT EnlistmentObject,
    PVOID RMContext,
    PVOID TransactionContext,
    ULONG TransactionNotification,
    PLARGE_INTEGER TmVirtualClock,
    ULONG ArgumentLength,
    PVOID Argument);

typedef ULONG64 *PTRACEHANDLE;
typedef GUID *PUOW;

typedef enum _USER_ACTIVITY_PRESENCE {
    PowerUserPresent,
    PowerUserNotPresent,
    PowerUserInactive,
    PowerUserMaximum,
    PowerUserInvalid = 3,
} USER_ACTIVITY_PRESENCE, *PUSER_ACTIVITY_PRESENCE;

typedef enum _REG_NOTIFY_CLASS {
    RegNtDeleteKey,
    RegNtPreDeleteKey = 0,
    RegNtSetValueKey,
    RegNtPreSetValueKey = 1,
    RegNtDeleteValueKey,
    RegNtPreDeleteValueKey = 2,
    RegNtSetInformationKey,
    RegNtPreSetInformationKey = 3,
    RegNtRenameKey,
    RegNtPreRenameKey = 4,
    RegNtEnumerateKey,
    RegNtPreEnumerateKey = 5,
    RegNtEnumerateValueKey,
    RegNtPreEnumerateValueKey = 6,
    RegNtQueryKey,
    RegNtPreQueryKey = 7,
    RegNtQueryValueKey,
    RegNtPreQueryValueKey = 8,
    RegNtQueryMultipleValueKey,
    RegNtPreQueryMultipleValueKey = 9,
    RegNtPreCreateKey,
    RegNtPostCreateKey,
    RegNtPreOpenKey,
    RegNtPostOpenKey,
    RegNtKeyHandleClose,
    RegNtPreKeyHandleClose = 14,
    RegNtPostDeleteKey,
    RegNtPostSetValueKey,
    RegNtPostDeleteValueKey,
    RegNtPostSetInformationKey,
    RegNtPostRenameKey,
    RegNtPostEnumerateKey,
    RegNtPostEnumerateValueKey,
    RegNtPostQueryKey,
    RegNtPostQueryValueKey,
    RegNtPostQueryMultipleValueKey,
    RegNtPostKeyHandleClose,
    RegNtPreCreateKeyEx,
    RegNtPostCreateKeyEx,
    RegNtPreOpenKeyEx,
    RegNtPostOpenKeyEx,
    RegNtPreFlushKey,
    RegNtPostFlushKey,
    RegNtPreLoadKey,
    RegNtPostLoadKey,
    RegNtPreUnLoadKey,
    RegNtPostUnLoadKey,
    RegNtPreQueryKeySecurity,
    RegNtPostQueryKeySecurity,
    RegNtPreSetKeySecurity,
    RegNtPostSetKeySecurity,
    RegNtCallbackObjectContextCleanup,
    RegNtPreRestoreKey,
    RegNtPostRestoreKey,
    RegNtPreSaveKey,
    RegNtPostSaveKey,
    RegNtPreReplaceKey,
    RegNtPostReplaceKey,
    RegNtPreQueryKeyName,
    RegNtPostQueryKeyName,
    MaxRegNtNotifyClass,
} REG_NOTIFY_CLASS;

typedef enum _RESOURCEMANAGER_INFORMATION_CLASS {
    ResourceManagerBasicInformation,
    ResourceManagerCompletionInformation,
} RESOURCEMANAGER_INFORMATION_CLASS;

typedef NTSTATUS NTAPI RTL_QUERY_REGISTRY_ROUTINE(
    PWSTR ValueName,
    ULONG ValueType,
    PVOID ValueData,
    ULONG ValueLength,
    PVOID Context,
    PVOID EntryContext);

typedef enum _SECTION_INHERIT {
    ViewShare = 1,
    ViewUnmap,
} SECTION_INHERIT;

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

typedef PVOID SE_IMAGE_VERIFICATION_CALLBACK_TOKEN;

typedef enum _TRACE_INFORMATION_CLASS {
    TraceIdClass,
    TraceHandleClass,
    TraceEnableFlagsClass,
    TraceEnableLevelClass,
    GlobalLoggerHandleClass,
    EventLoggerHandleClass,
    AllLoggerHandlesClass,
    TraceHandleByNameClass,
    LoggerEventsLostClass,
    TraceSessionSettingsClass,
    LoggerEventsLoggedClass,
    DiskIoNotifyRoutinesClass,
    TraceInformationClassReserved1,
    FltIoNotifyRoutinesClass,
    TraceInformationClassReserved2,
    WdfNotifyRoutinesClass,
    MaxTraceInformationClass,
} TRACE_INFORMATION_CLASS;

typedef enum _TRANSACTIONMANAGER_INFORMATION_CLASS {
    TransactionManagerBasicInformation,
    TransactionManagerLogInformation,
    TransactionManagerLogPathInformation,
    TransactionManagerRecoveryInformation = 4,
} TRANSACTIONMANAGER_INFORMATION_CLASS;

typedef enum _TRANSACTION_OUTCOME {
    TransactionOutcomeUndetermined = 1,
    TransactionOutcomeCommitted,
    TransactionOutcomeAborted,
} TRANSACTION_OUTCOME;

typedef enum _TRANSACTION_STATE {
    TransactionStateNormal = 1,
    TransactionStateIndoubt,
    TransactionStateCommittedNotify,
} TRANSACTION_STATE;

typedef FWMI_NOTIFICATION_CALLBACK *WMI_NOTIFICATION_CALLBACK;

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

struct _EXCEPTION_RECORD {
    NTSTATUS ExceptionCode;
    ULONG ExceptionFlags;
    struct _EXCEPTION_RECORD *ExceptionRecord;
    PVOID ExceptionAddress;
    ULONG NumberParameters;
    ULONG_PTR ExceptionInformation[15];
};

struct _CALLBACK_OBJECT;
typedef struct _CALLBACK_OBJECT *PCALLBACK_OBJECT;
typedef struct _KTHREAD *PKTHREAD;

struct _SCATTER_GATHER_LIST {
    ULONG NumberOfElements;
    ULONG_PTR Reserved;
    SCATTER_GATHER_ELEMENT Elements[];
};

NTKERNELAPI void NTAPI BugCheckSecondaryMultiPartDumpDataCallback(
    KBUGCHECK_CALLBACK_REASON,
    struct _KBUGCHECK_REASON_CALLBACK_RECORD *,
    PVOID,
    ULONG);
extern NTKERNELAPI const CLFS_LSN CLFS_LSN_INVALID;
extern NTKERNELAPI const CLFS_LSN CLFS_LSN_NULL;
NTKERNELAPI NTSTATUS NTAPI ClfsAddLogContainer(
    PLOG_FILE_OBJECT plfoLog,
    PULONGLONG pcbContainer,
    PUNICODE_STRING puszContainerPath);
NTKERNELAPI NTSTATUS NTAPI ClfsAddLogContainerSet(
    PLOG_FILE_OBJECT plfoLog,
    USHORT cContainers,
    PULONGLONG pcbContainer,
    PUNICODE_STRING rguszContainerPath);
NTKERNELAPI NTSTATUS NTAPI ClfsAdvanceLogBase(
    PVOID pvMarshalContext,
    PCLFS_LSN plsnBase,
    ULONG fFlags);
NTKERNELAPI NTSTATUS NTAPI ClfsAlignReservedLog(
    PVOID pvMarshalContext,
    ULONG cRecords,
    LONGLONG rgcbReservation[],
    PLONGLONG pcbAlignReservation);
NTKERNELAPI NTSTATUS NTAPI ClfsAllocReservedLog(
    PVOID pvMarshalContext,
    ULONG cRecords,
    PLONGLONG pcbAdjustment);
NTKERNELAPI NTSTATUS NTAPI ClfsCloseAndResetLogFile(PLOG_FILE_OBJECT plfoLog);
NTKERNELAPI NTSTATUS NTAPI ClfsCloseLogFileObject(PLOG_FILE_OBJECT plfoLog);
NTKERNELAPI NTSTATUS NTAPI ClfsCreateLogFile(
    PPLOG_FILE_OBJECT pplfoLog,
    PUNICODE_STRING puszLogFileName,
    ACCESS_MASK fDesiredAccess,
    ULONG dwShareMode,
    PSECURITY_DESCRIPTOR psdLogFile,
    ULONG fCreateDisposition,
    ULONG fCreateOptions,
    ULONG fFlagsAndAttributes,
    ULONG fLogOptionFlag,
    PVOID pvContext,
    ULONG cbContext);
NTKERNELAPI NTSTATUS NTAPI ClfsCreateMarshallingArea(
    PLOG_FILE_OBJECT plfoLog,
    POOL_TYPE ePoolType,
    PALLOCATE_FUNCTION pfnAllocBuffer,
    PFREE_FUNCTION pfnFreeBuffer,
    ULONG cbMarshallingBuffer,
    ULONG cMaxWriteBuffers,
    ULONG cMaxReadBuffers,
    PVOID *ppvMarshalContext);
NTKERNELAPI NTSTATUS NTAPI ClfsCreateScanContext(
    PLOG_FILE_OBJECT plfoLog,
    ULONG cFromContainer,
    ULONG cContainers,
    CLFS_SCAN_MODE eScanMode,
    PCLFS_SCAN_CONTEXT pcxScan);
NTKERNELAPI NTSTATUS NTAPI ClfsDeleteLogByPointer(PLOG_FILE_OBJECT plfoLog);
NTKERNELAPI NTSTATUS NTAPI ClfsDeleteLogFile(
    PUNICODE_STRING puszLogFileName,
    PVOID pvReserved,
    ULONG fLogOptionFlag,
    PVOID pvContext,
    ULONG cbContext);
NTKERNELAPI NTSTATUS NTAPI ClfsDeleteMarshallingArea(PVOID pvMarshalContext);
NTKERNELAPI CLFS_LSN NTAPI ClfsEarlierLsn(PCLFS_LSN plsn);
NTKERNELAPI void NTAPI ClfsFinalize(void);
NTKERNELAPI NTSTATUS NTAPI ClfsFlushBuffers(PVOID pvMarshalContext);
NTKERNELAPI NTSTATUS NTAPI ClfsFlushToLsn(
    PVOID pvMarshalContext,
    PCLFS_LSN plsnFlush,
    PCLFS_LSN plsnLastFlushed);
NTKERNELAPI NTSTATUS NTAPI ClfsFreeReservedLog(
    PVOID pvMarshalContext,
    ULONG cRecords,
    PLONGLONG pcbAdjustment);
NTKERNELAPI NTSTATUS NTAPI ClfsGetContainerName(
    PLOG_FILE_OBJECT plfoLog,
    CLFS_CONTAINER_ID cidLogicalContainer,
    PUNICODE_STRING puszContainerName,
    PULONG pcActualLenContainerName);
NTKERNELAPI NTSTATUS NTAPI ClfsGetIoStatistics(
    PLOG_FILE_OBJECT plfoLog,
    PVOID pvStatsBuffer,
    ULONG cbStatsBuffer,
    CLFS_IOSTATS_CLASS eStatsClass,
    PULONG pcbStatsWritten);
NTKERNELAPI NTSTATUS NTAPI ClfsGetLastLsn(PLOG_FILE_OBJECT plfoLog, PCLFS_LSN plsnLast);
NTKERNELAPI NTSTATUS NTAPI ClfsGetLogFileInformation(
    PLOG_FILE_OBJECT plfoLog,
    PCLFS_INFORMATION pinfoBuffer,
    PULONG pcbInfoBuffer);
NTKERNELAPI NTSTATUS NTAPI ClfsInitialize(void);
NTKERNELAPI CLFS_LSN NTAPI ClfsLaterLsn(PCLFS_LSN plsn);
NTKERNELAPI ULONG NTAPI ClfsLsnBlockOffset(const CLFS_LSN *plsn);
NTKERNELAPI CLFS_CONTAINER_ID NTAPI ClfsLsnContainer(const CLFS_LSN *plsn);
NTKERNELAPI CLFS_LSN NTAPI ClfsLsnCreate(
    CLFS_CONTAINER_ID cidContainer,
    ULONG offBlock,
    ULONG cRecord);
NTKERNELAPI NTSTATUS NTAPI ClfsLsnDifference(
    PCLFS_LSN plsnStart,
    PCLFS_LSN plsnFinish,
    ULONG cbContainer,
    ULONG cbMaxBlock,
    PLONGLONG pcbDifference);
NTKERNELAPI BOOLEAN NTAPI ClfsLsnEqual(const CLFS_LSN *plsn1, const CLFS_LSN *plsn2);
NTKERNELAPI BOOLEAN NTAPI ClfsLsnGreater(const CLFS_LSN *plsn1, const CLFS_LSN *plsn2);
NTKERNELAPI CLFS_LSN NTAPI ClfsLsnIncrement(PCLFS_LSN plsn);
NTKERNELAPI BOOLEAN NTAPI ClfsLsnInvalid(const CLFS_LSN *plsn);
NTKERNELAPI BOOLEAN NTAPI ClfsLsnLess(const CLFS_LSN *plsn1, const CLFS_LSN *plsn2);
NTKERNELAPI BOOLEAN NTAPI ClfsLsnNull(const CLFS_LSN *plsn);
NTKERNELAPI ULONG NTAPI ClfsLsnRecordSequence(const CLFS_LSN *plsn);
NTKERNELAPI NTSTATUS NTAPI ClfsMgmtDeregisterManagedClient(CLFS_MGMT_CLIENT ClientCookie);
NTKERNELAPI NTSTATUS NTAPI ClfsMgmtHandleLogFileFull(CLFS_MGMT_CLIENT Client);
NTKERNELAPI NTSTATUS NTAPI ClfsMgmtInstallPolicy(
    PLOG_FILE_OBJECT LogFile,
    PCLFS_MGMT_POLICY Policy,
    ULONG PolicyLength);
NTKERNELAPI NTSTATUS NTAPI ClfsMgmtQueryPolicy(
    PLOG_FILE_OBJECT LogFile,
    CLFS_MGMT_POLICY_TYPE PolicyType,
    PCLFS_MGMT_POLICY Policy,
    PULONG PolicyLength);
NTKERNELAPI NTSTATUS NTAPI ClfsMgmtRegisterManagedClient(
    PLOG_FILE_OBJECT LogFile,
    PCLFS_MGMT_CLIENT_REGISTRATION RegistrationData,
    PCLFS_MGMT_CLIENT ClientCookie);
NTKERNELAPI NTSTATUS NTAPI ClfsMgmtRemovePolicy(
    PLOG_FILE_OBJECT LogFile,
    CLFS_MGMT_POLICY_TYPE PolicyType);
NTKERNELAPI NTSTATUS NTAPI ClfsMgmtSetLogFileSize(
    PLOG_FILE_OBJECT LogFile,
    PULONGLONG NewSizeInContainers,
    PULONGLONG ResultingSizeInContainers,
    PCLFS_SET_LOG_SIZE_COMPLETE_CALLBACK CompletionRoutine,
    PVOID CompletionRoutineData);
NTKERNELAPI NTSTATUS NTAPI ClfsMgmtSetLogFileSizeAsClient(
    PLOG_FILE_OBJECT LogFile,
    PCLFS_MGMT_CLIENT ClientCookie,
    PULONGLONG NewSizeInContainers,
    PULONGLONG ResultingSizeInContainers,
    PCLFS_SET_LOG_SIZE_COMPLETE_CALLBACK CompletionRoutine,
    PVOID CompletionRoutineData);
NTKERNELAPI NTSTATUS NTAPI ClfsMgmtTailAdvanceFailure(CLFS_MGMT_CLIENT Client, NTSTATUS Reason);
NTKERNELAPI NTSTATUS NTAPI ClfsQueryLogFileInformation(
    PLOG_FILE_OBJECT plfoLog,
    CLFS_LOG_INFORMATION_CLASS eInformationClass,
    PVOID pinfoInputBuffer,
    ULONG cbinfoInputBuffer,
    PVOID pinfoBuffer,
    PULONG pcbInfoBuffer);
NTKERNELAPI NTSTATUS NTAPI ClfsReadLogRecord(
    PVOID pvMarshalContext,
    PCLFS_LSN plsnFirst,
    CLFS_CONTEXT_MODE peContextMode,
    PVOID *ppvReadBuffer,
    PULONG pcbReadBuffer,
    PCLFS_RECORD_TYPE peRecordType,
    PCLFS_LSN plsnUndoNext,
    PCLFS_LSN plsnPrevious,
    PVOID *ppvReadContext);
NTKERNELAPI NTSTATUS NTAPI ClfsReadNextLogRecord(
    PVOID pvReadContext,
    PVOID *ppvBuffer,
    PULONG pcbBuffer,
    PCLFS_RECORD_TYPE peRecordType,
    PCLFS_LSN plsnUser,
    PCLFS_LSN plsnUndoNext,
    PCLFS_LSN plsnPrevious,
    PCLFS_LSN plsnRecord);
NTKERNELAPI NTSTATUS NTAPI ClfsReadPreviousRestartArea(
    PVOID pvReadContext,
    PVOID *ppvRestartBuffer,
    PULONG pcbRestartBuffer,
    PCLFS_LSN plsnRestart);
NTKERNELAPI NTSTATUS NTAPI ClfsReadRestartArea(
    PVOID pvMarshalContext,
    PVOID *ppvRestartBuffer,
    PULONG pcbRestartBuffer,
    PCLFS_LSN plsn,
    PVOID *ppvReadContext);
NTKERNELAPI NTSTATUS NTAPI ClfsRemoveLogContainer(
    PLOG_FILE_OBJECT plfoLog,
    PUNICODE_STRING puszContainerPath,
    BOOLEAN fForce);
NTKERNELAPI NTSTATUS NTAPI ClfsRemoveLogContainerSet(
    PLOG_FILE_OBJECT plfoLog,
    USHORT cContainers,
    PUNICODE_STRING rgwszContainerPath,
    BOOLEAN fForce);
NTKERNELAPI NTSTATUS NTAPI ClfsReserveAndAppendLog(
    PVOID pvMarshalContext,
    PCLFS_WRITE_ENTRY rgWriteEntries,
    ULONG cWriteEntries,
    PCLFS_LSN plsnUndoNext,
    PCLFS_LSN plsnPrevious,
    ULONG cReserveRecords,
    PLONGLONG rgcbReservation,
    ULONG fFlags,
    PCLFS_LSN plsn);
NTKERNELAPI NTSTATUS NTAPI ClfsReserveAndAppendLogAligned(
    PVOID pvMarshalContext,
    PCLFS_WRITE_ENTRY rgWriteEntries,
    ULONG cWriteEntries,
    ULONG cbEntryAlignment,
    PCLFS_LSN plsnUndoNext,
    PCLFS_LSN plsnPrevious,
    ULONG cReserveRecords,
    PLONGLONG rgcbReservation,
    ULONG fFlags,
    PCLFS_LSN plsn);
NTKERNELAPI NTSTATUS NTAPI ClfsScanLogContainers(
    PCLFS_SCAN_CONTEXT pcxScan,
    CLFS_SCAN_MODE eScanMode);
NTKERNELAPI NTSTATUS NTAPI ClfsSetArchiveTail(PLOG_FILE_OBJECT plfoLog, PCLFS_LSN plsnArchiveTail);
NTKERNELAPI NTSTATUS NTAPI ClfsSetEndOfLog(PLOG_FILE_OBJECT plfoLog, PCLFS_LSN plsnEnd);
NTKERNELAPI NTSTATUS NTAPI ClfsSetLogFileInformation(
    PLOG_FILE_OBJECT plfoLog,
    CLFS_LOG_INFORMATION_CLASS eInformationClass,
    PVOID pinfoBuffer,
    ULONG cbBuffer);
NTKERNELAPI NTSTATUS NTAPI ClfsTerminateReadLog(PVOID pvCursorContext);
NTKERNELAPI BOOLEAN NTAPI ClfsValidTopLevelContext(PIRP pirpTopLevelContext);
NTKERNELAPI NTSTATUS NTAPI ClfsWriteRestartArea(
    PVOID pvMarshalContext,
    PVOID pvRestartBuffer,
    ULONG cbRestartBuffer,
    PCLFS_LSN plsnBase,
    ULONG fFlags,
    PULONG pcbWritten,
    PCLFS_LSN plsnNext);
NTKERNELAPI NTSTATUS NTAPI CmCallbackGetKeyObjectID(
    PLARGE_INTEGER Cookie,
    PVOID Object,
    PULONG_PTR ObjectID,
    PCUNICODE_STRING *ObjectName);
NTKERNELAPI NTSTATUS NTAPI CmCallbackGetKeyObjectIDEx(
    PLARGE_INTEGER Cookie,
    PVOID Object,
    PULONG_PTR ObjectID,
    PCUNICODE_STRING *ObjectName,
    ULONG Flags);
NTKERNELAPI void NTAPI CmCallbackReleaseKeyObjectIDEx(PCUNICODE_STRING ObjectName);
NTKERNELAPI PVOID NTAPI CmGetBoundTransaction(PLARGE_INTEGER Cookie, PVOID Object);
NTKERNELAPI void NTAPI CmGetCallbackVersion(PULONG Major, PULONG Minor);
extern NTKERNELAPI POBJECT_TYPE *CmKeyObjectType;
NTKERNELAPI NTSTATUS NTAPI CmRegisterCallback(
    PEX_CALLBACK_FUNCTION Function,
    PVOID Context,
    PLARGE_INTEGER Cookie);
NTKERNELAPI NTSTATUS NTAPI CmRegisterCallbackEx(
    PEX_CALLBACK_FUNCTION Function,
    PCUNICODE_STRING Altitude,
    PVOID Driver,
    PVOID Context,
    PLARGE_INTEGER Cookie,
    PVOID Reserved);
NTKERNELAPI NTSTATUS NTAPI CmSetCallbackObjectContext(
    PVOID Object,
    PLARGE_INTEGER Cookie,
    PVOID NewContext,
    PVOID *OldContext);
NTKERNELAPI NTSTATUS NTAPI CmUnRegisterCallback(LARGE_INTEGER Cookie);
NTKERNELAPI void NTAPI DbgBreakPointWithStatus(ULONG Status);
NTKERNELAPI ULONG NTAPI DbgPrint(PCSTR Format, ...);
NTKERNELAPI ULONG NTAPI DbgPrintEx(ULONG ComponentId, ULONG Level, PCSTR Format, ...);
NTKERNELAPI ULONG NTAPI DbgPrintReturnControlC(PCCH Format, ...);
NTKERNELAPI NTSTATUS NTAPI DbgQueryDebugFilterState(ULONG ComponentId, ULONG Level);
NTKERNELAPI NTSTATUS NTAPI DbgSetDebugFilterState(ULONG ComponentId, ULONG Level, BOOLEAN State);
NTKERNELAPI NTSTATUS NTAPI DbgSetDebugPrintCallback(
    PDEBUG_PRINT_CALLBACK DebugPrintCallback,
    BOOLEAN Enable);
NTKERNELAPI NTSTATUS NTAPI EtwActivityIdControl(ULONG ControlCode, LPGUID ActivityId);
NTKERNELAPI BOOLEAN NTAPI EtwEventEnabled(REGHANDLE RegHandle, PCEVENT_DESCRIPTOR EventDescriptor);
NTKERNELAPI BOOLEAN NTAPI EtwProviderEnabled(REGHANDLE RegHandle, UCHAR Level, ULONGLONG Keyword);
NTKERNELAPI NTSTATUS NTAPI EtwRegister(
    LPCGUID ProviderId,
    PETWENABLECALLBACK EnableCallback,
    PVOID CallbackContext,
    PREGHANDLE RegHandle);
NTKERNELAPI NTSTATUS NTAPI EtwSetInformation(
    REGHANDLE RegHandle,
    EVENT_INFO_CLASS InformationClass,
    PVOID EventInformation,
    ULONG InformationLength);
NTKERNELAPI NTSTATUS NTAPI EtwUnregister(REGHANDLE RegHandle);
NTKERNELAPI NTSTATUS NTAPI EtwWrite(
    REGHANDLE RegHandle,
    PCEVENT_DESCRIPTOR EventDescriptor,
    LPCGUID ActivityId,
    ULONG UserDataCount,
    PEVENT_DATA_DESCRIPTOR UserData);
NTKERNELAPI NTSTATUS NTAPI EtwWriteEx(
    REGHANDLE RegHandle,
    PCEVENT_DESCRIPTOR EventDescriptor,
    ULONG64 Filter,
    ULONG Flags,
    LPCGUID ActivityId,
    LPCGUID RelatedActivityId,
    ULONG UserDataCount,
    PEVENT_DATA_DESCRIPTOR UserData);
NTKERNELAPI NTSTATUS NTAPI EtwWriteString(
    REGHANDLE RegHandle,
    UCHAR Level,
    ULONGLONG Keyword,
    LPCGUID ActivityId,
    PCWSTR String);
NTKERNELAPI NTSTATUS NTAPI EtwWriteTransfer(
    REGHANDLE RegHandle,
    PCEVENT_DESCRIPTOR EventDescriptor,
    LPCGUID ActivityId,
    LPCGUID RelatedActivityId,
    ULONG UserDataCount,
    PEVENT_DATA_DESCRIPTOR UserData);
NTKERNELAPI void NTAPI ExAcquireFastMutex(PFAST_MUTEX FastMutex);
NTKERNELAPI void NTAPI ExAcquireFastMutexUnsafe(PFAST_MUTEX FastMutex);
NTKERNELAPI BOOLEAN NTAPI ExAcquireResourceExclusiveLite(PERESOURCE Resource, BOOLEAN Wait);
NTKERNELAPI BOOLEAN NTAPI ExAcquireResourceSharedLite(PERESOURCE Resource, BOOLEAN Wait);
NTKERNELAPI BOOLEAN NTAPI ExAcquireRundownProtection(PEX_RUNDOWN_REF RunRef);
NTKERNELAPI BOOLEAN NTAPI ExAcquireRundownProtectionCacheAware(
    PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware);
NTKERNELAPI BOOLEAN NTAPI ExAcquireRundownProtectionCacheAwareEx(
    PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware,
    ULONG Count);
NTKERNELAPI BOOLEAN NTAPI ExAcquireRundownProtectionEx(PEX_RUNDOWN_REF RunRef, ULONG Count);
NTKERNELAPI BOOLEAN NTAPI ExAcquireSharedStarveExclusive(PERESOURCE Resource, BOOLEAN Wait);
NTKERNELAPI BOOLEAN NTAPI ExAcquireSharedWaitForExclusive(PERESOURCE Resource, BOOLEAN Wait);
NTKERNELAPI KIRQL NTAPI ExAcquireSpinLockExclusive(PEX_SPIN_LOCK SpinLock);
NTKERNELAPI void NTAPI ExAcquireSpinLockExclusiveAtDpcLevel(PEX_SPIN_LOCK SpinLock);
NTKERNELAPI KIRQL NTAPI ExAcquireSpinLockShared(PEX_SPIN_LOCK SpinLock);
NTKERNELAPI void NTAPI ExAcquireSpinLockSharedAtDpcLevel(PEX_SPIN_LOCK SpinLock);
NTKERNELAPI PEX_RUNDOWN_REF_CACHE_AWARE NTAPI ExAllocateCacheAwareRundownProtection(
    POOL_TYPE PoolType,
    ULONG PoolTag);
NTKERNELAPI PVOID NTAPI ExAllocatePool(POOL_TYPE PoolType, SIZE_T NumberOfBytes);
NTKERNELAPI PVOID NTAPI ExAllocatePoolWithQuota(POOL_TYPE PoolType, SIZE_T NumberOfBytes);
NTKERNELAPI PVOID NTAPI ExAllocatePoolWithQuotaTag(
    POOL_TYPE PoolType,
    SIZE_T NumberOfBytes,
    ULONG Tag);
NTKERNELAPI PVOID NTAPI ExAllocatePoolWithTag(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag);
NTKERNELAPI PVOID NTAPI ExAllocatePoolWithTagPriority(
    POOL_TYPE PoolType,
    SIZE_T NumberOfBytes,
    ULONG Tag,
    EX_POOL_PRIORITY Priority);
NTKERNELAPI PEX_TIMER NTAPI ExAllocateTimer(
    PEXT_CALLBACK Callback,
    PVOID CallbackContext,
    ULONG Attributes);
NTKERNELAPI BOOLEAN NTAPI ExCancelTimer(PEX_TIMER Timer, PEXT_CANCEL_PARAMETERS Parameters);
NTKERNELAPI void NTAPI ExCleanupRundownProtectionCacheAware(
    PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware);
NTKERNELAPI void NTAPI ExConvertExclusiveToSharedLite(PERESOURCE Resource);
NTKERNELAPI NTSTATUS NTAPI ExCreateCallback(
    PCALLBACK_OBJECT *CallbackObject,
    POBJECT_ATTRIBUTES ObjectAttributes,
    BOOLEAN Create,
    BOOLEAN AllowMultipleCallbacks);
NTKERNELAPI void NTAPI ExDeleteLookasideListEx(PLOOKASIDE_LIST_EX Lookaside);
NTKERNELAPI void NTAPI ExDeleteNPagedLookasideList(PNPAGED_LOOKASIDE_LIST Lookaside);
NTKERNELAPI void NTAPI ExDeletePagedLookasideList(PPAGED_LOOKASIDE_LIST Lookaside);
NTKERNELAPI NTSTATUS NTAPI ExDeleteResourceLite(PERESOURCE Resource);
NTKERNELAPI BOOLEAN NTAPI ExDeleteTimer(
    PEX_TIMER Timer,
    BOOLEAN Cancel,
    BOOLEAN Wait,
    PEXT_DELETE_PARAMETERS Parameters);
extern NTKERNELAPI POBJECT_TYPE *ExDesktopObjectType;
NTKERNELAPI PVOID NTAPI ExEnterCriticalRegionAndAcquireResourceExclusive(PERESOURCE Resource);
NTKERNELAPI PVOID NTAPI ExEnterCriticalRegionAndAcquireResourceShared(PERESOURCE Resource);
NTKERNELAPI PVOID NTAPI ExEnterCriticalRegionAndAcquireSharedWaitForExclusive(PERESOURCE Resource);
NTKERNELAPI NTSTATUS NTAPI ExEnumerateSystemFirmwareTables(
    ULONG FirmwareTableProviderSignature,
    PVOID FirmwareTableBuffer,
    ULONG BufferLength,
    PULONG ReturnLength);
extern NTKERNELAPI POBJECT_TYPE *ExEventObjectType;
NTKERNELAPI void NTAPI ExFlushLookasideListEx(PLOOKASIDE_LIST_EX Lookaside);
NTKERNELAPI void NTAPI ExFreeCacheAwareRundownProtection(
    PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware);
NTKERNELAPI void NTAPI ExFreePool(PVOID P);
NTKERNELAPI void NTAPI ExFreePoolWithTag(PVOID P, ULONG Tag);
NTKERNELAPI ULONG NTAPI ExGetExclusiveWaiterCount(PERESOURCE Resource);
NTKERNELAPI NTSTATUS NTAPI ExGetFirmwareEnvironmentVariable(
    PUNICODE_STRING VariableName,
    LPGUID VendorGuid,
    PVOID Value,
    PULONG ValueLength,
    PULONG Attributes);
NTKERNELAPI FIRMWARE_TYPE NTAPI ExGetFirmwareType(void);
NTKERNELAPI KPROCESSOR_MODE NTAPI ExGetPreviousMode(void);
NTKERNELAPI ULONG NTAPI ExGetSharedWaiterCount(PERESOURCE Resource);
NTKERNELAPI NTSTATUS NTAPI ExGetSystemFirmwareTable(
    ULONG FirmwareTableProviderSignature,
    ULONG FirmwareTableID,
    PVOID FirmwareTableBuffer,
    ULONG BufferLength,
    PULONG ReturnLength);
NTKERNELAPI NTSTATUS NTAPI ExInitializeLookasideListEx(
    PLOOKASIDE_LIST_EX Lookaside,
    PALLOCATE_FUNCTION_EX Allocate,
    PFREE_FUNCTION_EX Free,
    POOL_TYPE PoolType,
    ULONG Flags,
    SIZE_T Size,
    ULONG Tag,
    USHORT Depth);
NTKERNELAPI void NTAPI ExInitializeNPagedLookasideList(
    PNPAGED_LOOKASIDE_LIST Lookaside,
    PALLOCATE_FUNCTION Allocate,
    PFREE_FUNCTION Free,
    ULONG Flags,
    SIZE_T Size,
    ULONG Tag,
    USHORT Depth);
NTKERNELAPI void NTAPI ExInitializePagedLookasideList(
    PPAGED_LOOKASIDE_LIST Lookaside,
    PALLOCATE_FUNCTION Allocate,
    PFREE_FUNCTION Free,
    ULONG Flags,
    SIZE_T Size,
    ULONG Tag,
    USHORT Depth);
NTKERNELAPI NTSTATUS NTAPI ExInitializeResourceLite(PERESOURCE Resource);
NTKERNELAPI void NTAPI ExInitializeRundownProtection(PEX_RUNDOWN_REF RunRef);
NTKERNELAPI void NTAPI ExInitializeRundownProtectionCacheAware(
    PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware,
    SIZE_T RunRefSize);
NTKERNELAPI void NTAPI ExInitializeRundownProtectionCacheAwareEx(
    PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware,
    ULONG Flags);
NTKERNELAPI LARGE_INTEGER NTAPI ExInterlockedAddLargeInteger(
    PLARGE_INTEGER Addend,
    LARGE_INTEGER Increment,
    PKSPIN_LOCK Lock);
NTKERNELAPI ULONG NTAPI ExInterlockedAddUlong(PULONG Addend, ULONG Increment, PKSPIN_LOCK Lock);
NTKERNELAPI PLIST_ENTRY NTAPI ExInterlockedInsertHeadList(
    PLIST_ENTRY ListHead,
    PLIST_ENTRY ListEntry,
    PKSPIN_LOCK Lock);
NTKERNELAPI PLIST_ENTRY NTAPI ExInterlockedInsertTailList(
    PLIST_ENTRY ListHead,
    PLIST_ENTRY ListEntry,
    PKSPIN_LOCK Lock);
NTKERNELAPI PSINGLE_LIST_ENTRY NTAPI ExInterlockedPopEntryList(
    PSINGLE_LIST_ENTRY ListHead,
    PKSPIN_LOCK Lock);
NTKERNELAPI PSINGLE_LIST_ENTRY NTAPI ExInterlockedPushEntryList(
    PSINGLE_LIST_ENTRY ListHead,
    PSINGLE_LIST_ENTRY ListEntry,
    PKSPIN_LOCK Lock);
NTKERNELAPI PLIST_ENTRY NTAPI ExInterlockedRemoveHeadList(PLIST_ENTRY ListHead, PKSPIN_LOCK Lock);
NTKERNELAPI BOOLEAN NTAPI ExIsManufacturingModeEnabled(void);
NTKERNELAPI BOOLEAN NTAPI ExIsProcessorFeaturePresent(ULONG ProcessorFeature);
NTKERNELAPI BOOLEAN NTAPI ExIsResourceAcquiredExclusiveLite(PERESOURCE Resource);
NTKERNELAPI ULONG NTAPI ExIsResourceAcquiredSharedLite(PERESOURCE Resource);
NTKERNELAPI BOOLEAN NTAPI ExIsSoftBoot(void);
NTKERNELAPI void NTAPI ExLocalTimeToSystemTime(PLARGE_INTEGER LocalTime, PLARGE_INTEGER SystemTime);
NTKERNELAPI void NTAPI ExNotifyCallback(PVOID CallbackObject, PVOID Argument1, PVOID Argument2);
NTKERNELAPI USHORT NTAPI ExQueryDepthSList(PSLIST_HEADER SListHead);
NTKERNELAPI void NTAPI ExQueryTimerResolution(
    PULONG MaximumTime,
    PULONG MinimumTime,
    PULONG CurrentTime);
NTKERNELAPI void NTAPI ExQueueWorkItem(PWORK_QUEUE_ITEM WorkItem, WORK_QUEUE_TYPE QueueType);
NTKERNELAPI void NTAPI ExRaiseStatus(NTSTATUS Status);
NTKERNELAPI void NTAPI ExReInitializeRundownProtection(PEX_RUNDOWN_REF RunRef);
NTKERNELAPI void NTAPI ExReInitializeRundownProtectionCacheAware(
    PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware);
NTKERNELAPI PVOID NTAPI ExRegisterCallback(
    PCALLBACK_OBJECT CallbackObject,
    PCALLBACK_FUNCTION CallbackFunction,
    PVOID CallbackContext);
NTKERNELAPI NTSTATUS NTAPI ExReinitializeResourceLite(PERESOURCE Resource);
NTKERNELAPI void NTAPI ExReleaseFastMutex(PFAST_MUTEX FastMutex);
NTKERNELAPI void NTAPI ExReleaseFastMutexUnsafe(PFAST_MUTEX FastMutex);
NTKERNELAPI void NTAPI ExReleaseResourceAndLeaveCriticalRegion(PERESOURCE Resource);
NTKERNELAPI void NTAPI ExReleaseResourceForThreadLite(
    PERESOURCE Resource,
    ERESOURCE_THREAD ResourceThreadId);
NTKERNELAPI void NTAPI ExReleaseResourceLite(PERESOURCE Resource);
NTKERNELAPI void NTAPI ExReleaseRundownProtection(PEX_RUNDOWN_REF RunRef);
NTKERNELAPI void NTAPI ExReleaseRundownProtectionCacheAware(
    PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware);
NTKERNELAPI void NTAPI ExReleaseRundownProtectionCacheAwareEx(
    PEX_RUNDOWN_REF_CACHE_AWARE RunRef,
    ULONG Count);
NTKERNELAPI void NTAPI ExReleaseRundownProtectionEx(PEX_RUNDOWN_REF RunRef, ULONG Count);
NTKERNELAPI void NTAPI ExReleaseSpinLockExclusive(PEX_SPIN_LOCK SpinLock, KIRQL OldIrql);
NTKERNELAPI void NTAPI ExReleaseSpinLockExclusiveFromDpcLevel(PEX_SPIN_LOCK SpinLock);
NTKERNELAPI void NTAPI ExReleaseSpinLockShared(PEX_SPIN_LOCK SpinLock, KIRQL OldIrql);
NTKERNELAPI void NTAPI ExReleaseSpinLockSharedFromDpcLevel(PEX_SPIN_LOCK SpinLock);
NTKERNELAPI void NTAPI ExRundownCompleted(PEX_RUNDOWN_REF RunRef);
NTKERNELAPI void NTAPI ExRundownCompletedCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware);
extern NTKERNELAPI POBJECT_TYPE *ExSemaphoreObjectType;
NTKERNELAPI NTSTATUS NTAPI ExSetFirmwareEnvironmentVariable(
    PUNICODE_STRING VariableName,
    LPGUID VendorGuid,
    PVOID Value,
    ULONG ValueLength,
    ULONG Attributes);
NTKERNELAPI void NTAPI ExSetResourceOwnerPointer(PERESOURCE Resource, PVOID OwnerPointer);
NTKERNELAPI void NTAPI ExSetResourceOwnerPointerEx(
    PERESOURCE Resource,
    PVOID OwnerPointer,
    ULONG Flags);
NTKERNELAPI BOOLEAN NTAPI ExSetTimer(
    PEX_TIMER Timer,
    LONGLONG DueTime,
    LONGLONG Period,
    PEXT_SET_PARAMETERS Parameters);
NTKERNELAPI ULONG NTAPI ExSetTimerResolution(ULONG DesiredTime, BOOLEAN SetResolution);
NTKERNELAPI SIZE_T NTAPI ExSizeOfRundownProtectionCacheAware(void);
NTKERNELAPI void NTAPI ExSystemTimeToLocalTime(PLARGE_INTEGER SystemTime, PLARGE_INTEGER LocalTime);
NTKERNELAPI LOGICAL NTAPI ExTryAcquireSpinLockExclusiveAtDpcLevel(PEX_SPIN_LOCK SpinLock);
NTKERNELAPI LOGICAL NTAPI ExTryAcquireSpinLockSharedAtDpcLevel(PEX_SPIN_LOCK SpinLock);
NTKERNELAPI LOGICAL NTAPI ExTryConvertSharedSpinLockExclusive(PEX_SPIN_LOCK SpinLock);
NTKERNELAPI BOOLEAN NTAPI ExTryToAcquireFastMutex(PFAST_MUTEX FastMutex);
NTKERNELAPI void NTAPI ExUnregisterCallback(PVOID CallbackRegistration);
NTKERNELAPI BOOLEAN NTAPI ExVerifySuite(SUITE_TYPE SuiteType);
NTKERNELAPI void NTAPI ExWaitForRundownProtectionRelease(PEX_RUNDOWN_REF RunRef);
NTKERNELAPI void NTAPI ExWaitForRundownProtectionReleaseCacheAware(
    PEX_RUNDOWN_REF_CACHE_AWARE RunRef);
NTKERNELAPI PSLIST_ENTRY NTAPI ExpInterlockedFlushSList(PSLIST_HEADER ListHead);
NTKERNELAPI PSLIST_ENTRY NTAPI ExpInterlockedPopEntrySList(PSLIST_HEADER ListHead);
NTKERNELAPI PSLIST_ENTRY NTAPI ExpInterlockedPushEntrySList(
    PSLIST_HEADER ListHead,
    PSLIST_ENTRY ListEntry);
NTKERNELAPI PSLIST_ENTRY NTAPI FirstEntrySList(PSLIST_HEADER SListHead);
NTKERNELAPI void NTAPI InitializeSListHead(PSLIST_HEADER SListHead);
NTKERNELAPI void NTAPI IoAcquireCancelSpinLock(PKIRQL Irql);
NTKERNELAPI NTSTATUS NTAPI IoAcquireRemoveLockEx(
    PIO_REMOVE_LOCK RemoveLock,
    PVOID Tag,
    PCSTR File,
    ULONG Line,
    ULONG RemlockSize);
NTKERNELAPI NTSTATUS NTAPI IoAllocateDriverObjectExtension(
    PDRIVER_OBJECT DriverObject,
    PVOID ClientIdentificationAddress,
    ULONG DriverObjectExtensionSize,
    PVOID *DriverObjectExtension);
NTKERNELAPI PVOID NTAPI IoAllocateErrorLogEntry(PVOID IoObject, UCHAR EntrySize);
NTKERNELAPI PIRP NTAPI IoAllocateIrp(CCHAR StackSize, BOOLEAN ChargeQuota);
NTKERNELAPI PIRP NTAPI IoAllocateIrpEx(
    PDEVICE_OBJECT DeviceObject,
    CCHAR StackSize,
    BOOLEAN ChargeQuota);
NTKERNELAPI PMDL NTAPI IoAllocateMdl(
    PVOID VirtualAddress,
    ULONG Length,
    BOOLEAN SecondaryBuffer,
    BOOLEAN ChargeQuota,
    PIRP Irp);
NTKERNELAPI NTSTATUS NTAPI IoAllocateSfioStreamIdentifier(
    PFILE_OBJECT FileObject,
    ULONG Length,
    PVOID Signature,
    PVOID *StreamIdentifier);
NTKERNELAPI PIO_WORKITEM NTAPI IoAllocateWorkItem(PDEVICE_OBJECT DeviceObject);
NTKERNELAPI NTSTATUS NTAPI IoAttachDevice(
    PDEVICE_OBJECT SourceDevice,
    PUNICODE_STRING TargetDevice,
    PDEVICE_OBJECT *AttachedDevice);
NTKERNELAPI PDEVICE_OBJECT NTAPI IoAttachDeviceToDeviceStack(
    PDEVICE_OBJECT SourceDevice,
    PDEVICE_OBJECT TargetDevice);
NTKERNELAPI PIRP NTAPI IoBuildAsynchronousFsdRequest(
    ULONG MajorFunction,
    PDEVICE_OBJECT DeviceObject,
    PVOID Buffer,
    ULONG Length,
    PLARGE_INTEGER StartingOffset,
    PIO_STATUS_BLOCK IoStatusBlock);
NTKERNELAPI PIRP NTAPI IoBuildDeviceIoControlRequest(
    ULONG IoControlCode,
    PDEVICE_OBJECT DeviceObject,
    PVOID InputBuffer,
    ULONG InputBufferLength,
    PVOID OutputBuffer,
    ULONG OutputBufferLength,
    BOOLEAN InternalDeviceIoControl,
    PKEVENT Event,
    PIO_STATUS_BLOCK IoStatusBlock);
NTKERNELAPI void NTAPI IoBuildPartialMdl(
    PMDL SourceMdl,
    PMDL TargetMdl,
    PVOID VirtualAddress,
    ULONG Length);
NTKERNELAPI PIRP NTAPI IoBuildSynchronousFsdRequest(
    ULONG MajorFunction,
    PDEVICE_OBJECT DeviceObject,
    PVOID Buffer,
    ULONG Length,
    PLARGE_INTEGER StartingOffset,
    PKEVENT Event,
    PIO_STATUS_BLOCK IoStatusBlock);
NTKERNELAPI BOOLEAN NTAPI IoCancelIrp(PIRP Irp);
NTKERNELAPI NTSTATUS NTAPI IoCheckLinkShareAccess(
    ACCESS_MASK DesiredAccess,
    ULONG DesiredShareAccess,
    PFILE_OBJECT FileObject,
    PSHARE_ACCESS ShareAccess,
    PLINK_SHARE_ACCESS LinkShareAccess,
    ULONG IoShareAccessFlags);
NTKERNELAPI NTSTATUS NTAPI IoCheckShareAccess(
    ACCESS_MASK DesiredAccess,
    ULONG DesiredShareAccess,
    PFILE_OBJECT FileObject,
    PSHARE_ACCESS ShareAccess,
    BOOLEAN Update);
NTKERNELAPI NTSTATUS NTAPI IoCheckShareAccessEx(
    ACCESS_MASK DesiredAccess,
    ULONG DesiredShareAccess,
    PFILE_OBJECT FileObject,
    PSHARE_ACCESS ShareAccess,
    BOOLEAN Update,
    PBOOLEAN WritePermission);
NTKERNELAPI void NTAPI IoCleanupIrp(PIRP Irp);
NTKERNELAPI NTSTATUS NTAPI IoConnectInterrupt(
    PKINTERRUPT *InterruptObject,
    PKSERVICE_ROUTINE ServiceRoutine,
    PVOID ServiceContext,
    PKSPIN_LOCK SpinLock,
    ULONG Vector,
    KIRQL Irql,
    KIRQL SynchronizeIrql,
    KINTERRUPT_MODE InterruptMode,
    BOOLEAN ShareVector,
    KAFFINITY ProcessorEnableMask,
    BOOLEAN FloatingSave);
NTKERNELAPI NTSTATUS NTAPI IoConnectInterruptEx(PIO_CONNECT_INTERRUPT_PARAMETERS Parameters);
NTKERNELAPI NTSTATUS NTAPI IoCreateDevice(
    PDRIVER_OBJECT DriverObject,
    ULONG DeviceExtensionSize,
    PUNICODE_STRING DeviceName,
    ULONG DeviceType,
    ULONG DeviceCharacteristics,
    BOOLEAN Exclusive,
    PDEVICE_OBJECT *DeviceObject);
NTKERNELAPI NTSTATUS NTAPI IoCreateFile(
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
    ULONG Options);
NTKERNELAPI PKEVENT NTAPI IoCreateNotificationEvent(PUNICODE_STRING EventName, PHANDLE EventHandle);
NTKERNELAPI NTSTATUS NTAPI IoCreateSymbolicLink(
    PUNICODE_STRING SymbolicLinkName,
    PUNICODE_STRING DeviceName);
NTKERNELAPI PKEVENT NTAPI IoCreateSynchronizationEvent(
    PUNICODE_STRING EventName,
    PHANDLE EventHandle);
NTKERNELAPI NTSTATUS NTAPI IoCreateSystemThread(
    PVOID IoObject,
    PHANDLE ThreadHandle,
    ULONG DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes,
    HANDLE ProcessHandle,
    PCLIENT_ID ClientId,
    PKSTART_ROUTINE StartRoutine,
    PVOID StartContext);
NTKERNELAPI NTSTATUS NTAPI IoCreateUnprotectedSymbolicLink(
    PUNICODE_STRING SymbolicLinkName,
    PUNICODE_STRING DeviceName);
NTKERNELAPI NTSTATUS NTAPI IoCsqInitialize(
    PIO_CSQ Csq,
    PIO_CSQ_INSERT_IRP CsqInsertIrp,
    PIO_CSQ_REMOVE_IRP CsqRemoveIrp,
    PIO_CSQ_PEEK_NEXT_IRP CsqPeekNextIrp,
    PIO_CSQ_ACQUIRE_LOCK CsqAcquireLock,
    PIO_CSQ_RELEASE_LOCK CsqReleaseLock,
    PIO_CSQ_COMPLETE_CANCELED_IRP CsqCompleteCanceledIrp);
NTKERNELAPI NTSTATUS NTAPI IoCsqInitializeEx(
    PIO_CSQ Csq,
    PIO_CSQ_INSERT_IRP_EX CsqInsertIrp,
    PIO_CSQ_REMOVE_IRP CsqRemoveIrp,
    PIO_CSQ_PEEK_NEXT_IRP CsqPeekNextIrp,
    PIO_CSQ_ACQUIRE_LOCK CsqAcquireLock,
    PIO_CSQ_RELEASE_LOCK CsqReleaseLock,
    PIO_CSQ_COMPLETE_CANCELED_IRP CsqCompleteCanceledIrp);
NTKERNELAPI void NTAPI IoCsqInsertIrp(PIO_CSQ Csq, PIRP Irp, PIO_CSQ_IRP_CONTEXT Context);
NTKERNELAPI NTSTATUS NTAPI IoCsqInsertIrpEx(
    PIO_CSQ Csq,
    PIRP Irp,
    PIO_CSQ_IRP_CONTEXT Context,
    PVOID InsertContext);
NTKERNELAPI PIRP NTAPI IoCsqRemoveIrp(PIO_CSQ Csq, PIO_CSQ_IRP_CONTEXT Context);
NTKERNELAPI PIRP NTAPI IoCsqRemoveNextIrp(PIO_CSQ Csq, PVOID PeekContext);
NTKERNELAPI void NTAPI IoDeleteDevice(PDEVICE_OBJECT DeviceObject);
NTKERNELAPI NTSTATUS NTAPI IoDeleteSymbolicLink(PUNICODE_STRING SymbolicLinkName);
NTKERNELAPI void NTAPI IoDetachDevice(PDEVICE_OBJECT TargetDevice);
NTKERNELAPI void NTAPI IoDisconnectInterrupt(PKINTERRUPT InterruptObject);
NTKERNELAPI void NTAPI IoDisconnectInterruptEx(PIO_DISCONNECT_INTERRUPT_PARAMETERS Parameters);
extern NTKERNELAPI POBJECT_TYPE *IoFileObjectType;
NTKERNELAPI BOOLEAN NTAPI IoForwardIrpSynchronously(PDEVICE_OBJECT DeviceObject, PIRP Irp);
NTKERNELAPI void NTAPI IoFreeErrorLogEntry(PVOID ElEntry);
NTKERNELAPI void NTAPI IoFreeIrp(PIRP Irp);
NTKERNELAPI void NTAPI IoFreeMdl(PMDL Mdl);
NTKERNELAPI NTSTATUS NTAPI IoFreeSfioStreamIdentifier(PFILE_OBJECT FileObject, PVOID Signature);
NTKERNELAPI void NTAPI IoFreeWorkItem(PIO_WORKITEM IoWorkItem);
NTKERNELAPI NTSTATUS NTAPI IoGetAffinityInterrupt(
    PKINTERRUPT InterruptObject,
    PGROUP_AFFINITY GroupAffinity);
NTKERNELAPI PDEVICE_OBJECT NTAPI IoGetAttachedDeviceReference(PDEVICE_OBJECT DeviceObject);
NTKERNELAPI NTSTATUS NTAPI IoGetBootDiskInformation(
    PBOOTDISK_INFORMATION BootDiskInformation,
    ULONG Size);
NTKERNELAPI NTSTATUS NTAPI IoGetBootDiskInformationLite(
    PBOOTDISK_INFORMATION_LITE *BootDiskInformation);
NTKERNELAPI NTSTATUS NTAPI IoGetContainerInformation(
    IO_CONTAINER_INFORMATION_CLASS InformationClass,
    PVOID ContainerObject,
    PVOID Buffer,
    ULONG BufferLength);
NTKERNELAPI PEPROCESS NTAPI IoGetCurrentProcess(void);
NTKERNELAPI NTSTATUS NTAPI IoGetDeviceInterfaceAlias(
    PUNICODE_STRING SymbolicLinkName,
    const GUID *AliasInterfaceClassGuid,
    PUNICODE_STRING AliasSymbolicLinkName);
NTKERNELAPI NTSTATUS NTAPI IoGetDeviceInterfacePropertyData(
    PUNICODE_STRING SymbolicLinkName,
    const DEVPROPKEY *PropertyKey,
    LCID Lcid,
    ULONG Flags,
    ULONG Size,
    PVOID Data,
    PULONG RequiredSize,
    PDEVPROPTYPE Type);
NTKERNELAPI NTSTATUS NTAPI IoGetDeviceInterfaces(
    const GUID *InterfaceClassGuid,
    PDEVICE_OBJECT PhysicalDeviceObject,
    ULONG Flags,
    PZZWSTR *SymbolicLinkList);
NTKERNELAPI NTSTATUS NTAPI IoGetDeviceNumaNode(PDEVICE_OBJECT Pdo, PUSHORT NodeNumber);
NTKERNELAPI NTSTATUS NTAPI IoGetDeviceObjectPointer(
    PUNICODE_STRING ObjectName,
    ACCESS_MASK DesiredAccess,
    PFILE_OBJECT *FileObject,
    PDEVICE_OBJECT *DeviceObject);
NTKERNELAPI NTSTATUS NTAPI IoGetDeviceProperty(
    PDEVICE_OBJECT DeviceObject,
    DEVICE_REGISTRY_PROPERTY DeviceProperty,
    ULONG BufferLength,
    PVOID PropertyBuffer,
    PULONG ResultLength);
NTKERNELAPI NTSTATUS NTAPI IoGetDevicePropertyData(
    PDEVICE_OBJECT Pdo,
    const DEVPROPKEY *PropertyKey,
    LCID Lcid,
    ULONG Flags,
    ULONG Size,
    PVOID Data,
    PULONG RequiredSize,
    PDEVPROPTYPE Type);
NTKERNELAPI struct _DMA_ADAPTER * NTAPI IoGetDmaAdapter(
    PDEVICE_OBJECT PhysicalDeviceObject,
    struct _DEVICE_DESCRIPTION *DeviceDescription,
    PULONG NumberOfMapRegisters);
NTKERNELAPI PVOID NTAPI IoGetDriverObjectExtension(
    PDRIVER_OBJECT DriverObject,
    PVOID ClientIdentificationAddress);
NTKERNELAPI PVOID NTAPI IoGetInitialStack(void);
NTKERNELAPI NTSTATUS NTAPI IoGetIoAttributionHandle(PIRP Irp, PVOID *IoAttributionHandle);
NTKERNELAPI IO_PRIORITY_HINT NTAPI IoGetIoPriorityHint(PIRP Irp);
NTKERNELAPI PDEVICE_OBJECT NTAPI IoGetRelatedDeviceObject(PFILE_OBJECT FileObject);
NTKERNELAPI PVOID NTAPI IoGetSfioStreamIdentifier(PFILE_OBJECT FileObject, PVOID Signature);
NTKERNELAPI void NTAPI IoGetStackLimits(PULONG_PTR LowLimit, PULONG_PTR HighLimit);
NTKERNELAPI PIRP NTAPI IoGetTopLevelIrp(void);
NTKERNELAPI void NTAPI IoInitializeIrp(PIRP Irp, USHORT PacketSize, CCHAR StackSize);
NTKERNELAPI void NTAPI IoInitializeIrpEx(
    PIRP Irp,
    PDEVICE_OBJECT DeviceObject,
    USHORT PacketSize,
    CCHAR StackSize);
NTKERNELAPI void NTAPI IoInitializeRemoveLockEx(
    PIO_REMOVE_LOCK Lock,
    ULONG AllocateTag,
    ULONG MaxLockedMinutes,
    ULONG HighWatermark,
    ULONG RemlockSize);
NTKERNELAPI NTSTATUS NTAPI IoInitializeTimer(
    PDEVICE_OBJECT DeviceObject,
    PIO_TIMER_ROUTINE TimerRoutine,
    PVOID Context);
NTKERNELAPI void NTAPI IoInitializeWorkItem(PVOID IoObject, PIO_WORKITEM IoWorkItem);
NTKERNELAPI void NTAPI IoInvalidateDeviceRelations(
    PDEVICE_OBJECT DeviceObject,
    DEVICE_RELATION_TYPE Type);
NTKERNELAPI void NTAPI IoInvalidateDeviceState(PDEVICE_OBJECT PhysicalDeviceObject);
NTKERNELAPI BOOLEAN NTAPI IoIs32bitProcess(PIRP Irp);
NTKERNELAPI BOOLEAN NTAPI IoIsInitiator32bitProcess(PIRP Irp);
NTKERNELAPI BOOLEAN NTAPI IoIsWdmVersionAvailable(UCHAR MajorVersion, UCHAR MinorVersion);
NTKERNELAPI NTSTATUS NTAPI IoOpenDeviceInterfaceRegistryKey(
    PUNICODE_STRING SymbolicLinkName,
    ACCESS_MASK DesiredAccess,
    PHANDLE DeviceInterfaceKey);
NTKERNELAPI NTSTATUS NTAPI IoOpenDeviceRegistryKey(
    PDEVICE_OBJECT DeviceObject,
    ULONG DevInstKeyType,
    ACCESS_MASK DesiredAccess,
    PHANDLE DevInstRegKey);
NTKERNELAPI void NTAPI IoQueueWorkItem(
    PIO_WORKITEM IoWorkItem,
    PIO_WORKITEM_ROUTINE WorkerRoutine,
    WORK_QUEUE_TYPE QueueType,
    PVOID Context);
NTKERNELAPI void NTAPI IoQueueWorkItemEx(
    PIO_WORKITEM IoWorkItem,
    PIO_WORKITEM_ROUTINE_EX WorkerRoutine,
    WORK_QUEUE_TYPE QueueType,
    PVOID Context);
NTKERNELAPI NTSTATUS NTAPI IoRecordIoAttribution(
    PVOID OpaqueHandle,
    IO_ATTRIBUTION_INFORMATION *AttributionInformation);
NTKERNELAPI NTSTATUS NTAPI IoRegisterContainerNotification(
    IO_CONTAINER_NOTIFICATION_CLASS NotificationClass,
    PIO_CONTAINER_NOTIFICATION_FUNCTION CallbackFunction,
    PVOID NotificationInformation,
    ULONG NotificationInformationLength,
    PVOID CallbackRegistration);
NTKERNELAPI NTSTATUS NTAPI IoRegisterDeviceInterface(
    PDEVICE_OBJECT PhysicalDeviceObject,
    const GUID *InterfaceClassGuid,
    PUNICODE_STRING ReferenceString,
    PUNICODE_STRING SymbolicLinkName);
NTKERNELAPI NTSTATUS NTAPI IoRegisterLastChanceShutdownNotification(PDEVICE_OBJECT DeviceObject);
NTKERNELAPI NTSTATUS NTAPI IoRegisterPlugPlayNotification(
    IO_NOTIFICATION_EVENT_CATEGORY EventCategory,
    ULONG EventCategoryFlags,
    PVOID EventCategoryData,
    PDRIVER_OBJECT DriverObject,
    PDRIVER_NOTIFICATION_CALLBACK_ROUTINE CallbackRoutine,
    PVOID Context,
    PVOID *NotificationEntry);
NTKERNELAPI NTSTATUS NTAPI IoRegisterShutdownNotification(PDEVICE_OBJECT DeviceObject);
NTKERNELAPI void NTAPI IoReleaseCancelSpinLock(KIRQL Irql);
NTKERNELAPI void NTAPI IoReleaseRemoveLockAndWaitEx(
    PIO_REMOVE_LOCK RemoveLock,
    PVOID Tag,
    ULONG RemlockSize);
NTKERNELAPI void NTAPI IoReleaseRemoveLockEx(
    PIO_REMOVE_LOCK RemoveLock,
    PVOID Tag,
    ULONG RemlockSize);
NTKERNELAPI void NTAPI IoRemoveLinkShareAccess(
    PFILE_OBJECT FileObject,
    PSHARE_ACCESS ShareAccess,
    PLINK_SHARE_ACCESS LinkShareAccess);
NTKERNELAPI void NTAPI IoRemoveShareAccess(PFILE_OBJECT FileObject, PSHARE_ACCESS ShareAccess);
NTKERNELAPI NTSTATUS NTAPI IoReplacePartitionUnit(
    PDEVICE_OBJECT TargetPdo,
    PDEVICE_OBJECT SparePdo,
    ULONG Flags);
NTKERNELAPI void NTAPI IoReportInterruptActive(
    PIO_REPORT_INTERRUPT_ACTIVE_STATE_PARAMETERS Parameters);
NTKERNELAPI void NTAPI IoReportInterruptInactive(
    PIO_REPORT_INTERRUPT_ACTIVE_STATE_PARAMETERS Parameters);
NTKERNELAPI NTSTATUS NTAPI IoReportTargetDeviceChange(
    PDEVICE_OBJECT PhysicalDeviceObject,
    PVOID NotificationStructure);
NTKERNELAPI NTSTATUS NTAPI IoReportTargetDeviceChangeAsynchronous(
    PDEVICE_OBJECT PhysicalDeviceObject,
    PVOID NotificationStructure,
    PDEVICE_CHANGE_COMPLETE_CALLBACK Callback,
    PVOID Context);
NTKERNELAPI void NTAPI IoRequestDeviceEject(PDEVICE_OBJECT PhysicalDeviceObject);
NTKERNELAPI NTSTATUS NTAPI IoRequestDeviceEjectEx(
    PDEVICE_OBJECT PhysicalDeviceObject,
    PIO_DEVICE_EJECT_CALLBACK Callback,
    PVOID Context,
    PDRIVER_OBJECT DriverObject);
NTKERNELAPI void NTAPI IoReuseIrp(PIRP Irp, NTSTATUS Iostatus);
NTKERNELAPI NTSTATUS NTAPI IoSetCompletionRoutineEx(
    PDEVICE_OBJECT DeviceObject,
    PIRP Irp,
    PIO_COMPLETION_ROUTINE CompletionRoutine,
    PVOID Context,
    BOOLEAN InvokeOnSuccess,
    BOOLEAN InvokeOnError,
    BOOLEAN InvokeOnCancel);
NTKERNELAPI NTSTATUS NTAPI IoSetDeviceInterfacePropertyData(
    PUNICODE_STRING SymbolicLinkName,
    const DEVPROPKEY *PropertyKey,
    LCID Lcid,
    ULONG Flags,
    DEVPROPTYPE Type,
    ULONG Size,
    PVOID Data);
NTKERNELAPI NTSTATUS NTAPI IoSetDeviceInterfaceState(
    PUNICODE_STRING SymbolicLinkName,
    BOOLEAN Enable);
NTKERNELAPI NTSTATUS NTAPI IoSetDevicePropertyData(
    PDEVICE_OBJECT Pdo,
    const DEVPROPKEY *PropertyKey,
    LCID Lcid,
    ULONG Flags,
    DEVPROPTYPE Type,
    ULONG Size,
    PVOID Data);
NTKERNELAPI NTSTATUS NTAPI IoSetIoAttributionIrp(PIRP Irp, PVOID AttributionSource, ULONG Flags);
NTKERNELAPI NTSTATUS NTAPI IoSetIoPriorityHint(PIRP Irp, IO_PRIORITY_HINT PriorityHint);
NTKERNELAPI void NTAPI IoSetLinkShareAccess(
    ACCESS_MASK DesiredAccess,
    ULONG DesiredShareAccess,
    PFILE_OBJECT FileObject,
    PSHARE_ACCESS ShareAccess,
    PLINK_SHARE_ACCESS LinkShareAccess,
    ULONG IoShareAccessFlags);
NTKERNELAPI void NTAPI IoSetShareAccess(
    ACCESS_MASK DesiredAccess,
    ULONG DesiredShareAccess,
    PFILE_OBJECT FileObject,
    PSHARE_ACCESS ShareAccess);
NTKERNELAPI void NTAPI IoSetShareAccessEx(
    ACCESS_MASK DesiredAccess,
    ULONG DesiredShareAccess,
    PFILE_OBJECT FileObject,
    PSHARE_ACCESS ShareAccess,
    PBOOLEAN WritePermission);
NTKERNELAPI void NTAPI IoSetStartIoAttributes(
    PDEVICE_OBJECT DeviceObject,
    BOOLEAN DeferredStartIo,
    BOOLEAN NonCancelable);
NTKERNELAPI void NTAPI IoSetTopLevelIrp(PIRP Irp);
NTKERNELAPI USHORT NTAPI IoSizeOfIrpEx(PDEVICE_OBJECT DeviceObject, CCHAR StackSize);
NTKERNELAPI ULONG NTAPI IoSizeofWorkItem(void);
NTKERNELAPI void NTAPI IoStartNextPacket(PDEVICE_OBJECT DeviceObject, BOOLEAN Cancelable);
NTKERNELAPI void NTAPI IoStartNextPacketByKey(
    PDEVICE_OBJECT DeviceObject,
    BOOLEAN Cancelable,
    ULONG Key);
NTKERNELAPI void NTAPI IoStartPacket(
    PDEVICE_OBJECT DeviceObject,
    PIRP Irp,
    PULONG Key,
    PDRIVER_CANCEL CancelFunction);
NTKERNELAPI void NTAPI IoStartTimer(PDEVICE_OBJECT DeviceObject);
NTKERNELAPI void NTAPI IoStopTimer(PDEVICE_OBJECT DeviceObject);
NTKERNELAPI NTSTATUS NTAPI IoSynchronousCallDriver(PDEVICE_OBJECT DeviceObject, PIRP Irp);
NTKERNELAPI BOOLEAN NTAPI IoTryQueueWorkItem(
    PIO_WORKITEM IoWorkItem,
    PIO_WORKITEM_ROUTINE_EX WorkerRoutine,
    WORK_QUEUE_TYPE QueueType,
    PVOID Context);
NTKERNELAPI void NTAPI IoUninitializeWorkItem(PIO_WORKITEM IoWorkItem);
NTKERNELAPI void NTAPI IoUnregisterContainerNotification(PVOID CallbackRegistration);
NTKERNELAPI NTSTATUS NTAPI IoUnregisterPlugPlayNotification(PVOID NotificationEntry);
NTKERNELAPI NTSTATUS NTAPI IoUnregisterPlugPlayNotificationEx(PVOID NotificationEntry);
NTKERNELAPI void NTAPI IoUnregisterShutdownNotification(PDEVICE_OBJECT DeviceObject);
NTKERNELAPI void NTAPI IoUpdateLinkShareAccess(
    PFILE_OBJECT FileObject,
    PSHARE_ACCESS ShareAccess,
    PLINK_SHARE_ACCESS LinkShareAccess);
NTKERNELAPI void NTAPI IoUpdateShareAccess(PFILE_OBJECT FileObject, PSHARE_ACCESS ShareAccess);
NTKERNELAPI NTSTATUS NTAPI IoValidateDeviceIoControlAccess(PIRP Irp, ULONG RequiredAccess);
NTKERNELAPI NTSTATUS NTAPI IoWMIAllocateInstanceIds(
    LPCGUID Guid,
    ULONG InstanceCount,
    ULONG *FirstInstanceId);
NTKERNELAPI NTSTATUS NTAPI IoWMIDeviceObjectToInstanceName(
    PVOID DataBlockObject,
    PDEVICE_OBJECT DeviceObject,
    PUNICODE_STRING InstanceName);
NTKERNELAPI ULONG NTAPI IoWMIDeviceObjectToProviderId(PDEVICE_OBJECT DeviceObject);
NTKERNELAPI NTSTATUS NTAPI IoWMIExecuteMethod(
    PVOID DataBlockObject,
    PUNICODE_STRING InstanceName,
    ULONG MethodId,
    ULONG InBufferSize,
    PULONG OutBufferSize,
    PUCHAR InOutBuffer);
NTKERNELAPI NTSTATUS NTAPI IoWMIHandleToInstanceName(
    PVOID DataBlockObject,
    HANDLE FileHandle,
    PUNICODE_STRING InstanceName);
NTKERNELAPI NTSTATUS NTAPI IoWMIOpenBlock(
    LPCGUID Guid,
    ULONG DesiredAccess,
    PVOID *DataBlockObject);
NTKERNELAPI NTSTATUS NTAPI IoWMIQueryAllData(
    PVOID DataBlockObject,
    PULONG InOutBufferSize,
    PVOID OutBuffer);
NTKERNELAPI NTSTATUS NTAPI IoWMIQueryAllDataMultiple(
    PVOID *DataBlockObjectList,
    ULONG ObjectCount,
    PULONG InOutBufferSize,
    PVOID OutBuffer);
NTKERNELAPI NTSTATUS NTAPI IoWMIQuerySingleInstance(
    PVOID DataBlockObject,
    PUNICODE_STRING InstanceName,
    PULONG InOutBufferSize,
    PVOID OutBuffer);
NTKERNELAPI NTSTATUS NTAPI IoWMIQuerySingleInstanceMultiple(
    PVOID *DataBlockObjectList,
    PUNICODE_STRING InstanceNames,
    ULONG ObjectCount,
    PULONG InOutBufferSize,
    PVOID OutBuffer);
NTKERNELAPI NTSTATUS NTAPI IoWMIRegistrationControl(PDEVICE_OBJECT DeviceObject, ULONG Action);
NTKERNELAPI NTSTATUS NTAPI IoWMISetNotificationCallback(
    PVOID Object,
    WMI_NOTIFICATION_CALLBACK Callback,
    PVOID Context);
NTKERNELAPI NTSTATUS NTAPI IoWMISetSingleInstance(
    PVOID DataBlockObject,
    PUNICODE_STRING InstanceName,
    ULONG Version,
    ULONG ValueBufferSize,
    PVOID ValueBuffer);
NTKERNELAPI NTSTATUS NTAPI IoWMISetSingleItem(
    PVOID DataBlockObject,
    PUNICODE_STRING InstanceName,
    ULONG DataItemId,
    ULONG Version,
    ULONG ValueBufferSize,
    PVOID ValueBuffer);
NTKERNELAPI NTSTATUS NTAPI IoWMISuggestInstanceName(
    PDEVICE_OBJECT PhysicalDeviceObject,
    PUNICODE_STRING SymbolicLinkName,
    BOOLEAN CombineNames,
    PUNICODE_STRING SuggestedInstanceName);
NTKERNELAPI NTSTATUS NTAPI IoWMIWriteEvent(PVOID WnodeEventItem);
NTKERNELAPI LOGICAL NTAPI IoWithinStackLimits(ULONG_PTR RegionStart, SIZE_T RegionSize);
NTKERNELAPI void NTAPI IoWriteErrorLogEntry(PVOID ElEntry);
NTKERNELAPI NTSTATUS NTAPI IofCallDriver(PDEVICE_OBJECT DeviceObject, PIRP Irp);
NTKERNELAPI void NTAPI IofCompleteRequest(PIRP Irp, CCHAR PriorityBoost);
NTKERNELAPI NTSTATUS NTAPI KdChangeOption(
    KD_OPTION Option,
    ULONG InBufferBytes,
    PVOID InBuffer,
    ULONG OutBufferBytes,
    PVOID OutBuffer,
    PULONG OutBufferNeeded);
extern NTKERNELAPI PBOOLEAN KdDebuggerEnabled;
extern NTKERNELAPI PBOOLEAN KdDebuggerNotPresent;
NTKERNELAPI NTSTATUS NTAPI KdDisableDebugger(void);
NTKERNELAPI NTSTATUS NTAPI KdEnableDebugger(void);
NTKERNELAPI BOOLEAN NTAPI KdRefreshDebuggerNotPresent(void);
NTKERNELAPI void NTAPI KeAcquireGuardedMutex(PKGUARDED_MUTEX Mutex);
NTKERNELAPI void NTAPI KeAcquireGuardedMutexUnsafe(PKGUARDED_MUTEX FastMutex);
NTKERNELAPI void NTAPI KeAcquireInStackQueuedSpinLock(
    PKSPIN_LOCK SpinLock,
    PKLOCK_QUEUE_HANDLE LockHandle);
NTKERNELAPI void NTAPI KeAcquireInStackQueuedSpinLockAtDpcLevel(
    PKSPIN_LOCK SpinLock,
    PKLOCK_QUEUE_HANDLE LockHandle);
NTKERNELAPI void NTAPI KeAcquireInStackQueuedSpinLockForDpc(
    PKSPIN_LOCK SpinLock,
    PKLOCK_QUEUE_HANDLE LockHandle);
NTKERNELAPI KIRQL NTAPI KeAcquireInterruptSpinLock(PKINTERRUPT Interrupt);
NTKERNELAPI void NTAPI KeAcquireSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock);
NTKERNELAPI KIRQL NTAPI KeAcquireSpinLockForDpc(PKSPIN_LOCK SpinLock);
NTKERNELAPI KIRQL NTAPI KeAcquireSpinLockRaiseToDpc(PKSPIN_LOCK SpinLock);
NTKERNELAPI BOOLEAN NTAPI KeAreAllApcsDisabled(void);
NTKERNELAPI BOOLEAN NTAPI KeAreApcsDisabled(void);
NTKERNELAPI void NTAPI KeBugCheckEx(
    ULONG BugCheckCode,
    ULONG_PTR BugCheckParameter1,
    ULONG_PTR BugCheckParameter2,
    ULONG_PTR BugCheckParameter3,
    ULONG_PTR BugCheckParameter4);
NTKERNELAPI BOOLEAN NTAPI KeCancelTimer(PKTIMER);
NTKERNELAPI void NTAPI KeClearEvent(PRKEVENT Event);
NTKERNELAPI NTSTATUS NTAPI KeConvertAuxiliaryCounterToPerformanceCounter(
    ULONG64 AuxiliaryCounterValue,
    PULONG64 PerformanceCounterValue,
    PULONG64 ConversionError);
NTKERNELAPI NTSTATUS NTAPI KeConvertPerformanceCounterToAuxiliaryCounter(
    ULONG64 PerformanceCounterValue,
    PULONG64 AuxiliaryCounterValue,
    PULONG64 ConversionError);
NTKERNELAPI NTSTATUS NTAPI KeDelayExecutionThread(
    KPROCESSOR_MODE WaitMode,
    BOOLEAN Alertable,
    PLARGE_INTEGER Interval);
NTKERNELAPI NTSTATUS NTAPI KeDeregisterBoundCallback(PVOID Handle);
NTKERNELAPI BOOLEAN NTAPI KeDeregisterBugCheckCallback(PKBUGCHECK_CALLBACK_RECORD CallbackRecord);
NTKERNELAPI BOOLEAN NTAPI KeDeregisterBugCheckReasonCallback(
    PKBUGCHECK_REASON_CALLBACK_RECORD CallbackRecord);
NTKERNELAPI NTSTATUS NTAPI KeDeregisterNmiCallback(PVOID Handle);
NTKERNELAPI void NTAPI KeDeregisterProcessorChangeCallback(PVOID CallbackHandle);
NTKERNELAPI void NTAPI KeEnterCriticalRegion(void);
NTKERNELAPI void NTAPI KeEnterGuardedRegion(void);
NTKERNELAPI void NTAPI KeFlushIoBuffers(PMDL Mdl, BOOLEAN ReadOperation, BOOLEAN DmaOperation);
NTKERNELAPI void NTAPI KeFlushQueuedDpcs(void);
NTHALAPI void NTAPI KeFlushWriteBuffer(void);
NTKERNELAPI USHORT NTAPI KeGetCurrentNodeNumber(void);
NTKERNELAPI ULONG NTAPI KeGetCurrentProcessorNumberEx(PPROCESSOR_NUMBER ProcNumber);
NTKERNELAPI ULONG NTAPI KeGetProcessorIndexFromNumber(PPROCESSOR_NUMBER ProcNumber);
NTKERNELAPI NTSTATUS NTAPI KeGetProcessorNumberFromIndex(
    ULONG ProcIndex,
    PPROCESSOR_NUMBER ProcNumber);
NTKERNELAPI ULONG NTAPI KeGetRecommendedSharedDataAlignment(void);
NTKERNELAPI NTSTATUS NTAPI KeInitializeCrashDumpHeader(
    ULONG DumpType,
    ULONG Flags,
    PVOID Buffer,
    ULONG BufferSize,
    PULONG BufferNeeded);
NTKERNELAPI void NTAPI KeInitializeDeviceQueue(PKDEVICE_QUEUE DeviceQueue);
NTKERNELAPI void NTAPI KeInitializeDpc(
    PRKDPC Dpc,
    PKDEFERRED_ROUTINE DeferredRoutine,
    PVOID DeferredContext);
NTKERNELAPI void NTAPI KeInitializeEvent(PRKEVENT Event, EVENT_TYPE Type, BOOLEAN State);
NTKERNELAPI void NTAPI KeInitializeGuardedMutex(PKGUARDED_MUTEX Mutex);
NTKERNELAPI void NTAPI KeInitializeMutex(PRKMUTEX Mutex, ULONG Level);
NTKERNELAPI void NTAPI KeInitializeSemaphore(PRKSEMAPHORE Semaphore, LONG Count, LONG Limit);
NTKERNELAPI void NTAPI KeInitializeSpinLock(PKSPIN_LOCK SpinLock);
NTKERNELAPI void NTAPI KeInitializeThreadedDpc(
    PRKDPC Dpc,
    PKDEFERRED_ROUTINE DeferredRoutine,
    PVOID DeferredContext);
NTKERNELAPI void NTAPI KeInitializeTimer(PKTIMER Timer);
NTKERNELAPI void NTAPI KeInitializeTimerEx(PKTIMER Timer, TIMER_TYPE Type);
NTKERNELAPI BOOLEAN NTAPI KeInsertByKeyDeviceQueue(
    PKDEVICE_QUEUE DeviceQueue,
    PKDEVICE_QUEUE_ENTRY DeviceQueueEntry,
    ULONG SortKey);
NTKERNELAPI BOOLEAN NTAPI KeInsertDeviceQueue(
    PKDEVICE_QUEUE DeviceQueue,
    PKDEVICE_QUEUE_ENTRY DeviceQueueEntry);
NTKERNELAPI BOOLEAN NTAPI KeInsertQueueDpc(
    PRKDPC Dpc,
    PVOID SystemArgument1,
    PVOID SystemArgument2);
NTKERNELAPI ULONG_PTR NTAPI KeIpiGenericCall(
    PKIPI_BROADCAST_WORKER BroadcastFunction,
    ULONG_PTR Context);
NTKERNELAPI void NTAPI KeLeaveCriticalRegion(void);
NTKERNELAPI void NTAPI KeLeaveGuardedRegion(void);
NTKERNELAPI void NTAPI KeLowerIrql(KIRQL NewIrql);
NTKERNELAPI USHORT NTAPI KeQueryActiveGroupCount(void);
NTKERNELAPI ULONG NTAPI KeQueryActiveProcessorCount(PKAFFINITY ActiveProcessors);
NTKERNELAPI ULONG NTAPI KeQueryActiveProcessorCountEx(USHORT GroupNumber);
NTKERNELAPI KAFFINITY NTAPI KeQueryActiveProcessors(void);
NTKERNELAPI NTSTATUS NTAPI KeQueryAuxiliaryCounterFrequency(PULONG64 AuxiliaryCounterFrequency);
NTKERNELAPI NTSTATUS NTAPI KeQueryDpcWatchdogInformation(
    PKDPC_WATCHDOG_INFORMATION WatchdogInformation);
NTKERNELAPI KAFFINITY NTAPI KeQueryGroupAffinity(USHORT GroupNumber);
NTKERNELAPI USHORT NTAPI KeQueryHighestNodeNumber(void);
NTKERNELAPI ULONG64 NTAPI KeQueryInterruptTimePrecise(PULONG64 QpcTimeStamp);
NTKERNELAPI NTSTATUS NTAPI KeQueryLogicalProcessorRelationship(
    PPROCESSOR_NUMBER ProcessorNumber,
    LOGICAL_PROCESSOR_RELATIONSHIP RelationshipType,
    PSYSTEM_LOGICAL_PROCESSOR_INFORMATION_EX Information,
    PULONG Length);
NTKERNELAPI USHORT NTAPI KeQueryMaximumGroupCount(void);
NTKERNELAPI ULONG NTAPI KeQueryMaximumProcessorCount(void);
NTKERNELAPI ULONG NTAPI KeQueryMaximumProcessorCountEx(USHORT GroupNumber);
NTKERNELAPI void NTAPI KeQueryNodeActiveAffinity(
    USHORT NodeNumber,
    PGROUP_AFFINITY Affinity,
    PUSHORT Count);
NTKERNELAPI USHORT NTAPI KeQueryNodeMaximumProcessorCount(USHORT NodeNumber);
NTHALAPI LARGE_INTEGER NTAPI KeQueryPerformanceCounter(PLARGE_INTEGER PerformanceFrequency);
NTKERNELAPI KPRIORITY NTAPI KeQueryPriorityThread(PKTHREAD Thread);
NTKERNELAPI ULONG NTAPI KeQueryRuntimeThread(PKTHREAD Thread, PULONG UserTime);
NTKERNELAPI void NTAPI KeQuerySystemTimePrecise(PLARGE_INTEGER CurrentTime);
NTKERNELAPI ULONG NTAPI KeQueryTimeIncrement(void);
NTKERNELAPI ULONG64 NTAPI KeQueryTotalCycleTimeThread(PKTHREAD Thread, PULONG64 CycleTimeStamp);
NTKERNELAPI ULONGLONG NTAPI KeQueryUnbiasedInterruptTime(void);
NTKERNELAPI ULONG64 NTAPI KeQueryUnbiasedInterruptTimePrecise(PULONG64 QpcTimeStamp);
NTKERNELAPI LONG NTAPI KeReadStateEvent(PRKEVENT Event);
NTKERNELAPI LONG NTAPI KeReadStateMutex(PRKMUTEX Mutex);
NTKERNELAPI LONG NTAPI KeReadStateSemaphore(PRKSEMAPHORE Semaphore);
NTKERNELAPI BOOLEAN NTAPI KeReadStateTimer(PKTIMER Timer);
NTKERNELAPI PVOID NTAPI KeRegisterBoundCallback(PBOUND_CALLBACK CallbackRoutine);
NTKERNELAPI BOOLEAN NTAPI KeRegisterBugCheckCallback(
    PKBUGCHECK_CALLBACK_RECORD CallbackRecord,
    PKBUGCHECK_CALLBACK_ROUTINE CallbackRoutine,
    PVOID Buffer,
    ULONG Length,
    PUCHAR Component);
NTKERNELAPI BOOLEAN NTAPI KeRegisterBugCheckReasonCallback(
    PKBUGCHECK_REASON_CALLBACK_RECORD CallbackRecord,
    PKBUGCHECK_REASON_CALLBACK_ROUTINE CallbackRoutine,
    KBUGCHECK_CALLBACK_REASON Reason,
    PUCHAR Component);
NTKERNELAPI PVOID NTAPI KeRegisterNmiCallback(PNMI_CALLBACK CallbackRoutine, PVOID Context);
NTKERNELAPI PVOID NTAPI KeRegisterProcessorChangeCallback(
    PPROCESSOR_CALLBACK_FUNCTION CallbackFunction,
    PVOID CallbackContext,
    ULONG Flags);
NTKERNELAPI void NTAPI KeReleaseGuardedMutex(PKGUARDED_MUTEX Mutex);
NTKERNELAPI void NTAPI KeReleaseGuardedMutexUnsafe(PKGUARDED_MUTEX FastMutex);
NTKERNELAPI void NTAPI KeReleaseInStackQueuedSpinLock(PKLOCK_QUEUE_HANDLE LockHandle);
NTKERNELAPI void NTAPI KeReleaseInStackQueuedSpinLockForDpc(PKLOCK_QUEUE_HANDLE LockHandle);
NTKERNELAPI void NTAPI KeReleaseInStackQueuedSpinLockFromDpcLevel(PKLOCK_QUEUE_HANDLE LockHandle);
NTKERNELAPI void NTAPI KeReleaseInterruptSpinLock(PKINTERRUPT Interrupt, KIRQL OldIrql);
NTKERNELAPI LONG NTAPI KeReleaseMutex(PRKMUTEX Mutex, BOOLEAN Wait);
NTKERNELAPI LONG NTAPI KeReleaseSemaphore(
    PRKSEMAPHORE Semaphore,
    KPRIORITY Increment,
    LONG Adjustment,
    BOOLEAN Wait);
NTKERNELAPI void NTAPI KeReleaseSpinLock(PKSPIN_LOCK SpinLock, KIRQL NewIrql);
NTKERNELAPI void NTAPI KeReleaseSpinLockForDpc(PKSPIN_LOCK SpinLock, KIRQL OldIrql);
NTKERNELAPI void NTAPI KeReleaseSpinLockFromDpcLevel(PKSPIN_LOCK SpinLock);
NTKERNELAPI PKDEVICE_QUEUE_ENTRY NTAPI KeRemoveByKeyDeviceQueue(
    PKDEVICE_QUEUE DeviceQueue,
    ULONG SortKey);
NTKERNELAPI PKDEVICE_QUEUE_ENTRY NTAPI KeRemoveByKeyDeviceQueueIfBusy(
    PKDEVICE_QUEUE DeviceQueue,
    ULONG SortKey);
NTKERNELAPI PKDEVICE_QUEUE_ENTRY NTAPI KeRemoveDeviceQueue(PKDEVICE_QUEUE DeviceQueue);
NTKERNELAPI BOOLEAN NTAPI KeRemoveEntryDeviceQueue(
    PKDEVICE_QUEUE DeviceQueue,
    PKDEVICE_QUEUE_ENTRY DeviceQueueEntry);
NTKERNELAPI BOOLEAN NTAPI KeRemoveQueueDpc(PRKDPC Dpc);
NTKERNELAPI BOOLEAN NTAPI KeRemoveQueueDpcEx(PRKDPC Dpc, BOOLEAN WaitIfActive);
NTKERNELAPI LONG NTAPI KeResetEvent(PRKEVENT Event);
NTKERNELAPI void NTAPI KeRestoreExtendedProcessorState(PXSTATE_SAVE XStateSave);
NTKERNELAPI void NTAPI KeRevertToUserAffinityThread(void);
NTKERNELAPI void NTAPI KeRevertToUserAffinityThreadEx(KAFFINITY Affinity);
NTKERNELAPI void NTAPI KeRevertToUserGroupAffinityThread(PGROUP_AFFINITY PreviousAffinity);
NTKERNELAPI NTSTATUS NTAPI KeSaveExtendedProcessorState(ULONG64 Mask, PXSTATE_SAVE XStateSave);
NTKERNELAPI BOOLEAN NTAPI KeSetCoalescableTimer(
    PKTIMER Timer,
    LARGE_INTEGER DueTime,
    ULONG Period,
    ULONG TolerableDelay,
    PKDPC Dpc);
NTKERNELAPI LONG NTAPI KeSetEvent(PRKEVENT Event, KPRIORITY Increment, BOOLEAN Wait);
NTKERNELAPI void NTAPI KeSetImportanceDpc(PRKDPC Dpc, KDPC_IMPORTANCE Importance);
NTKERNELAPI KPRIORITY NTAPI KeSetPriorityThread(PKTHREAD Thread, KPRIORITY Priority);
NTKERNELAPI void NTAPI KeSetSystemAffinityThread(KAFFINITY Affinity);
NTKERNELAPI KAFFINITY NTAPI KeSetSystemAffinityThreadEx(KAFFINITY Affinity);
NTKERNELAPI void NTAPI KeSetSystemGroupAffinityThread(
    PGROUP_AFFINITY Affinity,
    PGROUP_AFFINITY PreviousAffinity);
NTKERNELAPI void NTAPI KeSetTargetProcessorDpc(PRKDPC Dpc, CCHAR Number);
NTKERNELAPI NTSTATUS NTAPI KeSetTargetProcessorDpcEx(PKDPC Dpc, PPROCESSOR_NUMBER ProcNumber);
NTKERNELAPI BOOLEAN NTAPI KeSetTimer(PKTIMER Timer, LARGE_INTEGER DueTime, PKDPC Dpc);
NTKERNELAPI BOOLEAN NTAPI KeSetTimerEx(
    PKTIMER Timer,
    LARGE_INTEGER DueTime,
    LONG Period,
    PKDPC Dpc);
NTKERNELAPI LOGICAL NTAPI KeShouldYieldProcessor(void);
NTHALAPI void NTAPI KeStallExecutionProcessor(ULONG MicroSeconds);
NTKERNELAPI BOOLEAN NTAPI KeSynchronizeExecution(
    PKINTERRUPT Interrupt,
    PKSYNCHRONIZE_ROUTINE SynchronizeRoutine,
    PVOID SynchronizeContext);
NTKERNELAPI BOOLEAN NTAPI KeTestSpinLock(PKSPIN_LOCK SpinLock);
NTKERNELAPI BOOLEAN NTAPI KeTryToAcquireGuardedMutex(PKGUARDED_MUTEX Mutex);
NTKERNELAPI BOOLEAN NTAPI KeTryToAcquireSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock);
NTKERNELAPI NTSTATUS NTAPI KeWaitForMultipleObjects(
    ULONG Count,
    PVOID Object[],
    WAIT_TYPE WaitType,
    KWAIT_REASON WaitReason,
    KPROCESSOR_MODE WaitMode,
    BOOLEAN Alertable,
    PLARGE_INTEGER Timeout,
    PKWAIT_BLOCK WaitBlockArray);
NTKERNELAPI NTSTATUS NTAPI KeWaitForSingleObject(
    PVOID Object,
    KWAIT_REASON WaitReason,
    KPROCESSOR_MODE WaitMode,
    BOOLEAN Alertable,
    PLARGE_INTEGER Timeout);
NTKERNELAPI KIRQL NTAPI KfRaiseIrql(KIRQL NewIrql);
extern NTKERNELAPI PBOOLEAN Mm64BitPhysicalAddress;
NTKERNELAPI NTSTATUS NTAPI MmAddVerifierSpecialThunks(
    ULONG_PTR EntryRoutine,
    PVOID ThunkBuffer,
    ULONG ThunkBufferSize);
NTKERNELAPI NTSTATUS NTAPI MmAddVerifierThunks(PVOID ThunkBuffer, ULONG ThunkBufferSize);
NTKERNELAPI NTSTATUS NTAPI MmAdvanceMdl(PMDL Mdl, ULONG NumberOfBytes);
NTKERNELAPI PVOID NTAPI MmAllocateContiguousMemory(
    SIZE_T NumberOfBytes,
    PHYSICAL_ADDRESS HighestAcceptableAddress);
NTKERNELAPI PVOID NTAPI MmAllocateContiguousMemorySpecifyCache(
    SIZE_T NumberOfBytes,
    PHYSICAL_ADDRESS LowestAcceptableAddress,
    PHYSICAL_ADDRESS HighestAcceptableAddress,
    PHYSICAL_ADDRESS BoundaryAddressMultiple,
    MEMORY_CACHING_TYPE CacheType);
NTKERNELAPI PVOID NTAPI MmAllocateContiguousMemorySpecifyCacheNode(
    SIZE_T NumberOfBytes,
    PHYSICAL_ADDRESS LowestAcceptableAddress,
    PHYSICAL_ADDRESS HighestAcceptableAddress,
    PHYSICAL_ADDRESS BoundaryAddressMultiple,
    MEMORY_CACHING_TYPE CacheType,
    NODE_REQUIREMENT PreferredNode);
NTKERNELAPI PVOID NTAPI MmAllocateContiguousNodeMemory(
    SIZE_T NumberOfBytes,
    PHYSICAL_ADDRESS LowestAcceptableAddress,
    PHYSICAL_ADDRESS HighestAcceptableAddress,
    PHYSICAL_ADDRESS BoundaryAddressMultiple,
    ULONG Protect,
    NODE_REQUIREMENT PreferredNode);
NTKERNELAPI PVOID NTAPI MmAllocateMappingAddress(SIZE_T NumberOfBytes, ULONG PoolTag);
NTKERNELAPI NTSTATUS NTAPI MmAllocateMdlForIoSpace(
    PMM_PHYSICAL_ADDRESS_LIST PhysicalAddressList,
    SIZE_T NumberOfEntries,
    PMDL *NewMdl);
NTKERNELAPI PMDL NTAPI MmAllocateNodePagesForMdlEx(
    PHYSICAL_ADDRESS LowAddress,
    PHYSICAL_ADDRESS HighAddress,
    PHYSICAL_ADDRESS SkipBytes,
    SIZE_T TotalBytes,
    MEMORY_CACHING_TYPE CacheType,
    ULONG IdealNode,
    ULONG Flags);
NTKERNELAPI PMDL NTAPI MmAllocatePagesForMdl(
    PHYSICAL_ADDRESS LowAddress,
    PHYSICAL_ADDRESS HighAddress,
    PHYSICAL_ADDRESS SkipBytes,
    SIZE_T TotalBytes);
NTKERNELAPI PMDL NTAPI MmAllocatePagesForMdlEx(
    PHYSICAL_ADDRESS LowAddress,
    PHYSICAL_ADDRESS HighAddress,
    PHYSICAL_ADDRESS SkipBytes,
    SIZE_T TotalBytes,
    MEMORY_CACHING_TYPE CacheType,
    ULONG Flags);
NTKERNELAPI PMDL NTAPI MmAllocatePartitionNodePagesForMdlEx(
    PHYSICAL_ADDRESS LowAddress,
    PHYSICAL_ADDRESS HighAddress,
    PHYSICAL_ADDRESS SkipBytes,
    SIZE_T TotalBytes,
    MEMORY_CACHING_TYPE CacheType,
    ULONG IdealNode,
    ULONG Flags,
    PVOID PartitionObject);
NTKERNELAPI LOGICAL NTAPI MmAreMdlPagesCached(PMDL MemoryDescriptorList);
extern NTKERNELAPI PVOID MmBadPointer;
NTKERNELAPI void NTAPI MmBuildMdlForNonPagedPool(PMDL MemoryDescriptorList);
NTKERNELAPI PMDL NTAPI MmCreateMdl(PMDL MemoryDescriptorList, PVOID Base, SIZE_T Length);
NTKERNELAPI void NTAPI MmFreeContiguousMemory(PVOID BaseAddress);
NTKERNELAPI void NTAPI MmFreeContiguousMemorySpecifyCache(
    PVOID BaseAddress,
    SIZE_T NumberOfBytes,
    MEMORY_CACHING_TYPE CacheType);
NTKERNELAPI void NTAPI MmFreeMappingAddress(PVOID BaseAddress, ULONG PoolTag);
NTKERNELAPI void NTAPI MmFreePagesFromMdl(PMDL MemoryDescriptorList);
NTKERNELAPI void NTAPI MmFreePagesFromMdlEx(PMDL MemoryDescriptorList, ULONG Flags);
NTKERNELAPI PVOID NTAPI MmGetSystemRoutineAddress(PUNICODE_STRING SystemRoutineName);
NTKERNELAPI LOGICAL NTAPI MmIsDriverSuspectForVerifier(struct _DRIVER_OBJECT *DriverObject);
NTKERNELAPI LOGICAL NTAPI MmIsDriverVerifying(struct _DRIVER_OBJECT *DriverObject);
NTKERNELAPI LOGICAL NTAPI MmIsDriverVerifyingByAddress(PVOID AddressWithinSection);
NTKERNELAPI LOGICAL NTAPI MmIsIoSpaceActive(PHYSICAL_ADDRESS StartAddress, SIZE_T NumberOfBytes);
NTKERNELAPI NTSTATUS NTAPI MmIsVerifierEnabled(PULONG VerifierFlags);
NTKERNELAPI PVOID NTAPI MmLockPagableDataSection(PVOID AddressWithinSection);
NTKERNELAPI PVOID NTAPI MmMapIoSpace(
    PHYSICAL_ADDRESS PhysicalAddress,
    SIZE_T NumberOfBytes,
    MEMORY_CACHING_TYPE CacheType);
NTKERNELAPI PVOID NTAPI MmMapIoSpaceEx(
    PHYSICAL_ADDRESS PhysicalAddress,
    SIZE_T NumberOfBytes,
    ULONG Protect);
NTKERNELAPI PVOID NTAPI MmMapLockedPages(PMDL MemoryDescriptorList, KPROCESSOR_MODE AccessMode);
NTKERNELAPI PVOID NTAPI MmMapLockedPagesSpecifyCache(
    PMDL MemoryDescriptorList,
    KPROCESSOR_MODE AccessMode,
    MEMORY_CACHING_TYPE CacheType,
    PVOID RequestedAddress,
    ULONG BugCheckOnFailure,
    ULONG Priority);
NTKERNELAPI PVOID NTAPI MmMapLockedPagesWithReservedMapping(
    PVOID MappingAddress,
    ULONG PoolTag,
    PMDL MemoryDescriptorList,
    MEMORY_CACHING_TYPE CacheType);
NTKERNELAPI NTSTATUS NTAPI MmMapMdl(
    PMDL MemoryDescriptorList,
    ULONG Protection,
    PMM_MDL_ROUTINE DriverRoutine,
    PVOID DriverContext);
NTKERNELAPI MM_MDL_PAGE_CONTENTS_STATE NTAPI MmMdlPageContentsState(
    PMDL MemoryDescriptorList,
    MM_MDL_PAGE_CONTENTS_STATE State);
NTKERNELAPI PVOID NTAPI MmPageEntireDriver(PVOID AddressWithinSection);
NTKERNELAPI void NTAPI MmProbeAndLockPages(
    PMDL MemoryDescriptorList,
    KPROCESSOR_MODE AccessMode,
    LOCK_OPERATION Operation);
NTKERNELAPI void NTAPI MmProbeAndLockProcessPages(
    PMDL MemoryDescriptorList,
    PEPROCESS Process,
    KPROCESSOR_MODE AccessMode,
    LOCK_OPERATION Operation);
NTKERNELAPI void NTAPI MmProbeAndLockSelectedPages(
    PMDL MemoryDescriptorList,
    PFILE_SEGMENT_ELEMENT SegmentArray,
    KPROCESSOR_MODE AccessMode,
    LOCK_OPERATION Operation);
NTKERNELAPI NTSTATUS NTAPI MmProtectMdlSystemAddress(PMDL MemoryDescriptorList, ULONG NewProtect);
NTKERNELAPI MM_SYSTEMSIZE NTAPI MmQuerySystemSize(void);
NTKERNELAPI void NTAPI MmResetDriverPaging(PVOID AddressWithinSection);
NTKERNELAPI NTSTATUS NTAPI MmSetPermanentCacheAttribute(
    PHYSICAL_ADDRESS StartAddress,
    LARGE_INTEGER NumberOfBytes,
    MEMORY_CACHING_TYPE CacheType,
    ULONG Flags);
NTKERNELAPI SIZE_T NTAPI MmSizeOfMdl(PVOID Base, SIZE_T Length);
NTKERNELAPI void NTAPI MmUnlockPagableImageSection(PVOID ImageSectionHandle);
NTKERNELAPI void NTAPI MmUnlockPages(PMDL MemoryDescriptorList);
NTKERNELAPI void NTAPI MmUnmapIoSpace(PVOID BaseAddress, SIZE_T NumberOfBytes);
NTKERNELAPI void NTAPI MmUnmapLockedPages(PVOID BaseAddress, PMDL MemoryDescriptorList);
NTKERNELAPI void NTAPI MmUnmapReservedMapping(
    PVOID BaseAddress,
    ULONG PoolTag,
    PMDL MemoryDescriptorList);
extern NTKERNELAPI PBOOLEAN NlsMbCodePageTag;
extern NTKERNELAPI PBOOLEAN NlsMbOemCodePageTag;
NTKERNELAPI NTSTATUS NTAPI NtCommitComplete(HANDLE EnlistmentHandle, PLARGE_INTEGER TmVirtualClock);
NTKERNELAPI NTSTATUS NTAPI NtCommitEnlistment(
    HANDLE EnlistmentHandle,
    PLARGE_INTEGER TmVirtualClock);
NTKERNELAPI NTSTATUS NTAPI NtCommitTransaction(HANDLE TransactionHandle, BOOLEAN Wait);
NTKERNELAPI NTSTATUS NTAPI NtCreateEnlistment(
    PHANDLE EnlistmentHandle,
    ACCESS_MASK DesiredAccess,
    HANDLE ResourceManagerHandle,
    HANDLE TransactionHandle,
    POBJECT_ATTRIBUTES ObjectAttributes,
    ULONG CreateOptions,
    NOTIFICATION_MASK NotificationMask,
    PVOID EnlistmentKey);
NTKERNELAPI NTSTATUS NTAPI NtCreateResourceManager(
    PHANDLE ResourceManagerHandle,
    ACCESS_MASK DesiredAccess,
    HANDLE TmHandle,
    LPGUID RmGuid,
    POBJECT_ATTRIBUTES ObjectAttributes,
    ULONG CreateOptions,
    PUNICODE_STRING Description);
NTKERNELAPI NTSTATUS NTAPI NtCreateTransaction(
    PHANDLE TransactionHandle,
    ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes,
    LPGUID Uow,
    HANDLE TmHandle,
    ULONG CreateOptions,
    ULONG IsolationLevel,
    ULONG IsolationFlags,
    PLARGE_INTEGER Timeout,
    PUNICODE_STRING Description);
NTKERNELAPI NTSTATUS NTAPI NtCreateTransactionManager(
    PHANDLE TmHandle,
    ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes,
    PUNICODE_STRING LogFileName,
    ULONG CreateOptions,
    ULONG CommitStrength);
NTKERNELAPI NTSTATUS NTAPI NtEnumerateTransactionObject(
    HANDLE RootObjectHandle,
    KTMOBJECT_TYPE QueryType,
    PKTMOBJECT_CURSOR ObjectCursor,
    ULONG ObjectCursorLength,
    PULONG ReturnLength);
NTKERNELAPI NTSTATUS NTAPI NtGetNotificationResourceManager(
    HANDLE ResourceManagerHandle,
    PTRANSACTION_NOTIFICATION TransactionNotification,
    ULONG NotificationLength,
    PLARGE_INTEGER Timeout,
    PULONG ReturnLength,
    ULONG Asynchronous,
    ULONG_PTR AsynchronousContext);
extern NTKERNELAPI ULONG NtGlobalFlag;
NTKERNELAPI NTSTATUS NTAPI NtOpenEnlistment(
    PHANDLE EnlistmentHandle,
    ACCESS_MASK DesiredAccess,
    HANDLE ResourceManagerHandle,
    LPGUID EnlistmentGuid,
    POBJECT_ATTRIBUTES ObjectAttributes);
NTKERNELAPI NTSTATUS NTAPI NtOpenRegistryTransaction(
    PHANDLE TransactionHandle,
    ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes);
NTKERNELAPI NTSTATUS NTAPI NtOpenResourceManager(
    PHANDLE ResourceManagerHandle,
    ACCESS_MASK DesiredAccess,
    HANDLE TmHandle,
    LPGUID ResourceManagerGuid,
    POBJECT_ATTRIBUTES ObjectAttributes);
NTKERNELAPI NTSTATUS NTAPI NtOpenTransaction(
    PHANDLE TransactionHandle,
    ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes,
    LPGUID Uow,
    HANDLE TmHandle);
NTKERNELAPI NTSTATUS NTAPI NtOpenTransactionManager(
    PHANDLE TmHandle,
    ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes,
    PUNICODE_STRING LogFileName,
    LPGUID TmIdentity,
    ULONG OpenOptions);
NTKERNELAPI NTSTATUS NTAPI NtPowerInformation(
    POWER_INFORMATION_LEVEL InformationLevel,
    PVOID InputBuffer,
    ULONG InputBufferLength,
    PVOID OutputBuffer,
    ULONG OutputBufferLength);
NTKERNELAPI NTSTATUS NTAPI NtPrePrepareComplete(
    HANDLE EnlistmentHandle,
    PLARGE_INTEGER TmVirtualClock);
NTKERNELAPI NTSTATUS NTAPI NtPrePrepareEnlistment(
    HANDLE EnlistmentHandle,
    PLARGE_INTEGER TmVirtualClock);
NTKERNELAPI NTSTATUS NTAPI NtPrepareComplete(
    HANDLE EnlistmentHandle,
    PLARGE_INTEGER TmVirtualClock);
NTKERNELAPI NTSTATUS NTAPI NtPrepareEnlistment(
    HANDLE EnlistmentHandle,
    PLARGE_INTEGER TmVirtualClock);
NTKERNELAPI NTSTATUS NTAPI NtPropagationComplete(
    HANDLE ResourceManagerHandle,
    ULONG RequestCookie,
    ULONG BufferLength,
    PVOID Buffer);
NTKERNELAPI NTSTATUS NTAPI NtPropagationFailed(
    HANDLE ResourceManagerHandle,
    ULONG RequestCookie,
    NTSTATUS PropStatus);
NTKERNELAPI NTSTATUS NTAPI NtQueryInformationEnlistment(
    HANDLE EnlistmentHandle,
    ENLISTMENT_INFORMATION_CLASS EnlistmentInformationClass,
    PVOID EnlistmentInformation,
    ULONG EnlistmentInformationLength,
    PULONG ReturnLength);
NTKERNELAPI NTSTATUS NTAPI NtQueryInformationResourceManager(
    HANDLE ResourceManagerHandle,
    RESOURCEMANAGER_INFORMATION_CLASS ResourceManagerInformationClass,
    PVOID ResourceManagerInformation,
    ULONG ResourceManagerInformationLength,
    PULONG ReturnLength);
NTKERNELAPI NTSTATUS NTAPI NtQueryInformationTransaction(
    HANDLE TransactionHandle,
    TRANSACTION_INFORMATION_CLASS TransactionInformationClass,
    PVOID TransactionInformation,
    ULONG TransactionInformationLength,
    PULONG ReturnLength);
NTKERNELAPI NTSTATUS NTAPI NtQueryInformationTransactionManager(
    HANDLE TransactionManagerHandle,
    TRANSACTIONMANAGER_INFORMATION_CLASS TransactionManagerInformationClass,
    PVOID TransactionManagerInformation,
    ULONG TransactionManagerInformationLength,
    PULONG ReturnLength);
NTKERNELAPI NTSTATUS NTAPI NtReadOnlyEnlistment(
    HANDLE EnlistmentHandle,
    PLARGE_INTEGER TmVirtualClock);
NTKERNELAPI NTSTATUS NTAPI NtRecoverEnlistment(HANDLE EnlistmentHandle, PVOID EnlistmentKey);
NTKERNELAPI NTSTATUS NTAPI NtRecoverResourceManager(HANDLE ResourceManagerHandle);
NTKERNELAPI NTSTATUS NTAPI NtRecoverTransactionManager(HANDLE TransactionManagerHandle);
NTKERNELAPI NTSTATUS NTAPI NtRegisterProtocolAddressInformation(
    HANDLE ResourceManager,
    PCRM_PROTOCOL_ID ProtocolId,
    ULONG ProtocolInformationSize,
    PVOID ProtocolInformation,
    ULONG CreateOptions);
NTKERNELAPI NTSTATUS NTAPI NtRenameTransactionManager(
    PUNICODE_STRING LogFileName,
    LPGUID ExistingTransactionManagerGuid);
NTKERNELAPI NTSTATUS NTAPI NtRollbackComplete(
    HANDLE EnlistmentHandle,
    PLARGE_INTEGER TmVirtualClock);
NTKERNELAPI NTSTATUS NTAPI NtRollbackEnlistment(
    HANDLE EnlistmentHandle,
    PLARGE_INTEGER TmVirtualClock);
NTKERNELAPI NTSTATUS NTAPI NtRollbackRegistryTransaction(HANDLE TransactionHandle, ULONG Flags);
NTKERNELAPI NTSTATUS NTAPI NtRollbackTransaction(HANDLE TransactionHandle, BOOLEAN Wait);
NTKERNELAPI NTSTATUS NTAPI NtRollforwardTransactionManager(
    HANDLE TransactionManagerHandle,
    PLARGE_INTEGER TmVirtualClock);
NTKERNELAPI NTSTATUS NTAPI NtSetInformationEnlistment(
    HANDLE EnlistmentHandle,
    ENLISTMENT_INFORMATION_CLASS EnlistmentInformationClass,
    PVOID EnlistmentInformation,
    ULONG EnlistmentInformationLength);
NTKERNELAPI NTSTATUS NTAPI NtSetInformationResourceManager(
    HANDLE ResourceManagerHandle,
    RESOURCEMANAGER_INFORMATION_CLASS ResourceManagerInformationClass,
    PVOID ResourceManagerInformation,
    ULONG ResourceManagerInformationLength);
NTKERNELAPI NTSTATUS NTAPI NtSetInformationTransaction(
    HANDLE TransactionHandle,
    TRANSACTION_INFORMATION_CLASS TransactionInformationClass,
    PVOID TransactionInformation,
    ULONG TransactionInformationLength);
NTKERNELAPI NTSTATUS NTAPI NtSetInformationTransactionManager(
    HANDLE TmHandle,
    TRANSACTIONMANAGER_INFORMATION_CLASS TransactionManagerInformationClass,
    PVOID TransactionManagerInformation,
    ULONG TransactionManagerInformationLength);
NTKERNELAPI NTSTATUS NTAPI NtSinglePhaseReject(
    HANDLE EnlistmentHandle,
    PLARGE_INTEGER TmVirtualClock);
NTKERNELAPI NTSTATUS NTAPI ObCloseHandle(HANDLE Handle, KPROCESSOR_MODE PreviousMode);
NTKERNELAPI void NTAPI ObDereferenceObjectDeferDelete(PVOID Object);
NTKERNELAPI void NTAPI ObDereferenceObjectDeferDeleteWithTag(PVOID Object, ULONG Tag);
NTKERNELAPI USHORT NTAPI ObGetFilterVersion(void);
NTKERNELAPI NTSTATUS NTAPI ObGetObjectSecurity(
    PVOID Object,
    PSECURITY_DESCRIPTOR *SecurityDescriptor,
    PBOOLEAN MemoryAllocated);
NTKERNELAPI NTSTATUS NTAPI ObReferenceObjectByHandle(
    HANDLE Handle,
    ACCESS_MASK DesiredAccess,
    POBJECT_TYPE ObjectType,
    KPROCESSOR_MODE AccessMode,
    PVOID *Object,
    POBJECT_HANDLE_INFORMATION HandleInformation);
NTKERNELAPI NTSTATUS NTAPI ObReferenceObjectByHandleWithTag(
    HANDLE Handle,
    ACCESS_MASK DesiredAccess,
    POBJECT_TYPE ObjectType,
    KPROCESSOR_MODE AccessMode,
    ULONG Tag,
    PVOID *Object,
    POBJECT_HANDLE_INFORMATION HandleInformation);
NTKERNELAPI NTSTATUS NTAPI ObReferenceObjectByPointer(
    PVOID Object,
    ACCESS_MASK DesiredAccess,
    POBJECT_TYPE ObjectType,
    KPROCESSOR_MODE AccessMode);
NTKERNELAPI NTSTATUS NTAPI ObReferenceObjectByPointerWithTag(
    PVOID Object,
    ACCESS_MASK DesiredAccess,
    POBJECT_TYPE ObjectType,
    KPROCESSOR_MODE AccessMode,
    ULONG Tag);
NTKERNELAPI BOOLEAN NTAPI ObReferenceObjectSafe(PVOID Object);
NTKERNELAPI BOOLEAN NTAPI ObReferenceObjectSafeWithTag(PVOID Object, ULONG Tag);
NTKERNELAPI NTSTATUS NTAPI ObRegisterCallbacks(
    POB_CALLBACK_REGISTRATION CallbackRegistration,
    PVOID *RegistrationHandle);
NTKERNELAPI void NTAPI ObReleaseObjectSecurity(
    PSECURITY_DESCRIPTOR SecurityDescriptor,
    BOOLEAN MemoryAllocated);
NTKERNELAPI void NTAPI ObUnRegisterCallbacks(PVOID RegistrationHandle);
NTKERNELAPI LONG_PTR NTAPI ObfDereferenceObject(PVOID Object);
NTKERNELAPI LONG_PTR NTAPI ObfDereferenceObjectWithTag(PVOID Object, ULONG Tag);
NTKERNELAPI LONG_PTR NTAPI ObfReferenceObject(PVOID Object);
NTKERNELAPI LONG_PTR NTAPI ObfReferenceObjectWithTag(PVOID Object, ULONG Tag);
NTKERNELAPI NTSTATUS NTAPI PcwAddInstance(
    PPCW_BUFFER Buffer,
    PCUNICODE_STRING Name,
    ULONG Id,
    ULONG Count,
    PPCW_DATA Data);
NTKERNELAPI void NTAPI PcwCloseInstance(PPCW_INSTANCE Instance);
NTKERNELAPI NTSTATUS NTAPI PcwCreateInstance(
    PPCW_INSTANCE *Instance,
    PPCW_REGISTRATION Registration,
    PCUNICODE_STRING Name,
    ULONG Count,
    PPCW_DATA Data);
NTKERNELAPI NTSTATUS NTAPI PcwRegister(
    PPCW_REGISTRATION *Registration,
    PPCW_REGISTRATION_INFORMATION Info);
NTKERNELAPI void NTAPI PcwUnregister(PPCW_REGISTRATION Registration);
NTKERNELAPI NTSTATUS NTAPI PoCallDriver(PDEVICE_OBJECT DeviceObject, PIRP Irp);
NTKERNELAPI NTSTATUS NTAPI PoClearPowerRequest(PVOID PowerRequest, POWER_REQUEST_TYPE Type);
NTKERNELAPI NTSTATUS NTAPI PoCreatePowerRequest(
    PVOID *PowerRequest,
    PDEVICE_OBJECT DeviceObject,
    PCOUNTED_REASON_CONTEXT Context);
NTKERNELAPI NTSTATUS NTAPI PoCreateThermalRequest(
    PVOID *ThermalRequest,
    PDEVICE_OBJECT TargetDeviceObject,
    PDEVICE_OBJECT PolicyDeviceObject,
    PCOUNTED_REASON_CONTEXT Context,
    ULONG Flags);
NTKERNELAPI void NTAPI PoDeletePowerRequest(PVOID PowerRequest);
NTKERNELAPI void NTAPI PoDeleteThermalRequest(PVOID ThermalRequest);
NTKERNELAPI void NTAPI PoEndDeviceBusy(PULONG IdlePointer);
NTKERNELAPI void NTAPI PoFxActivateComponent(POHANDLE Handle, ULONG Component, ULONG Flags);
NTKERNELAPI void NTAPI PoFxCompleteDevicePowerNotRequired(POHANDLE Handle);
NTKERNELAPI void NTAPI PoFxCompleteIdleCondition(POHANDLE Handle, ULONG Component);
NTKERNELAPI void NTAPI PoFxCompleteIdleState(POHANDLE Handle, ULONG Component);
NTKERNELAPI void NTAPI PoFxIdleComponent(POHANDLE Handle, ULONG Component, ULONG Flags);
NTKERNELAPI void NTAPI PoFxIssueComponentPerfStateChange(
    POHANDLE Handle,
    ULONG Flags,
    ULONG Component,
    PPO_FX_PERF_STATE_CHANGE PerfChange,
    PVOID Context);
NTKERNELAPI void NTAPI PoFxIssueComponentPerfStateChangeMultiple(
    POHANDLE Handle,
    ULONG Flags,
    ULONG Component,
    ULONG PerfChangesCount,
    PO_FX_PERF_STATE_CHANGE PerfChanges[],
    PVOID Context);
NTKERNELAPI void NTAPI PoFxNotifySurprisePowerOn(PDEVICE_OBJECT Pdo);
NTKERNELAPI NTSTATUS NTAPI PoFxPowerControl(
    POHANDLE Handle,
    LPCGUID PowerControlCode,
    PVOID InBuffer,
    SIZE_T InBufferSize,
    PVOID OutBuffer,
    SIZE_T OutBufferSize,
    PSIZE_T BytesReturned);
NTKERNELAPI NTSTATUS NTAPI PoFxPowerOnCrashdumpDevice(POHANDLE Handle, PVOID Context);
NTKERNELAPI NTSTATUS NTAPI PoFxQueryCurrentComponentPerfState(
    POHANDLE Handle,
    ULONG Flags,
    ULONG Component,
    ULONG SetIndex,
    PULONGLONG CurrentPerf);
NTKERNELAPI NTSTATUS NTAPI PoFxRegisterComponentPerfStates(
    POHANDLE Handle,
    ULONG Component,
    ULONGLONG Flags,
    PPO_FX_COMPONENT_PERF_STATE_CALLBACK ComponentPerfStateCallback,
    PPO_FX_COMPONENT_PERF_INFO InputStateInfo,
    PPO_FX_COMPONENT_PERF_INFO *OutputStateInfo);
NTKERNELAPI NTSTATUS NTAPI PoFxRegisterCrashdumpDevice(POHANDLE Handle);
NTKERNELAPI NTSTATUS NTAPI PoFxRegisterDevice(
    PDEVICE_OBJECT Pdo,
    PPO_FX_DEVICE Device,
    POHANDLE *Handle);
NTKERNELAPI void NTAPI PoFxRegisterDripsWatchdogCallback(
    POHANDLE Handle,
    PPO_FX_DRIPS_WATCHDOG_CALLBACK Callback,
    BOOLEAN IncludeChildDevices,
    PDRIVER_OBJECT MatchingDriverObject);
NTKERNELAPI void NTAPI PoFxReportDevicePoweredOn(POHANDLE Handle);
NTKERNELAPI void NTAPI PoFxSetComponentLatency(POHANDLE Handle, ULONG Component, ULONGLONG Latency);
NTKERNELAPI void NTAPI PoFxSetComponentResidency(
    POHANDLE Handle,
    ULONG Component,
    ULONGLONG Residency);
NTKERNELAPI void NTAPI PoFxSetComponentWake(POHANDLE Handle, ULONG Component, BOOLEAN WakeHint);
NTKERNELAPI void NTAPI PoFxSetDeviceIdleTimeout(POHANDLE Handle, ULONGLONG IdleTimeout);
NTKERNELAPI NTSTATUS NTAPI PoFxSetTargetDripsDevicePowerState(
    POHANDLE Handle,
    DEVICE_POWER_STATE TargetState);
NTKERNELAPI void NTAPI PoFxStartDevicePowerManagement(POHANDLE Handle);
NTKERNELAPI void NTAPI PoFxUnregisterDevice(POHANDLE Handle);
NTKERNELAPI BOOLEAN NTAPI PoGetSystemWake(PIRP Irp);
NTKERNELAPI BOOLEAN NTAPI PoGetThermalRequestSupport(
    PVOID ThermalRequest,
    PO_THERMAL_REQUEST_TYPE Type);
NTKERNELAPI BOOLEAN NTAPI PoQueryWatchdogTime(PDEVICE_OBJECT Pdo, PULONG SecondsRemaining);
NTKERNELAPI PULONG NTAPI PoRegisterDeviceForIdleDetection(
    PDEVICE_OBJECT DeviceObject,
    ULONG ConservationIdleTime,
    ULONG PerformanceIdleTime,
    DEVICE_POWER_STATE State);
NTKERNELAPI NTSTATUS NTAPI PoRegisterPowerSettingCallback(
    PDEVICE_OBJECT DeviceObject,
    LPCGUID SettingGuid,
    PPOWER_SETTING_CALLBACK Callback,
    PVOID Context,
    PVOID *Handle);
NTKERNELAPI PVOID NTAPI PoRegisterSystemState(PVOID StateHandle, EXECUTION_STATE Flags);
NTKERNELAPI NTSTATUS NTAPI PoRequestPowerIrp(
    PDEVICE_OBJECT DeviceObject,
    UCHAR MinorFunction,
    POWER_STATE PowerState,
    PREQUEST_POWER_COMPLETE CompletionFunction,
    PVOID Context,
    PIRP *Irp);
NTKERNELAPI void NTAPI PoSetDeviceBusyEx(PULONG IdlePointer);
NTKERNELAPI void NTAPI PoSetHiberRange(
    PVOID MemoryMap,
    ULONG Flags,
    PVOID Address,
    ULONG_PTR Length,
    ULONG Tag);
NTKERNELAPI NTSTATUS NTAPI PoSetPowerRequest(PVOID PowerRequest, POWER_REQUEST_TYPE Type);
NTKERNELAPI POWER_STATE NTAPI PoSetPowerState(
    PDEVICE_OBJECT DeviceObject,
    POWER_STATE_TYPE Type,
    POWER_STATE State);
NTKERNELAPI void NTAPI PoSetSystemState(EXECUTION_STATE Flags);
NTKERNELAPI void NTAPI PoSetSystemWake(PIRP Irp);
NTKERNELAPI NTSTATUS NTAPI PoSetThermalActiveCooling(PVOID ThermalRequest, BOOLEAN Engaged);
NTKERNELAPI NTSTATUS NTAPI PoSetThermalPassiveCooling(PVOID ThermalRequest, UCHAR Throttle);
NTKERNELAPI void NTAPI PoStartDeviceBusy(PULONG IdlePointer);
NTKERNELAPI void NTAPI PoStartNextPowerIrp(PIRP Irp);
NTKERNELAPI NTSTATUS NTAPI PoUnregisterPowerSettingCallback(PVOID Handle);
NTKERNELAPI void NTAPI PoUnregisterSystemState(PVOID StateHandle);
NTKERNELAPI void NTAPI ProbeForRead(volatile void *Address, SIZE_T Length, ULONG Alignment);
NTKERNELAPI void NTAPI ProbeForWrite(volatile void *Address, SIZE_T Length, ULONG Alignment);
NTKERNELAPI NTSTATUS NTAPI PsCreateSystemThread(
    PHANDLE ThreadHandle,
    ULONG DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes,
    HANDLE ProcessHandle,
    PCLIENT_ID ClientId,
    PKSTART_ROUTINE StartRoutine,
    PVOID StartContext);
NTKERNELAPI BOOLEAN NTAPI PsGetVersion(
    PULONG MajorVersion,
    PULONG MinorVersion,
    PULONG BuildNumber,
    PUNICODE_STRING CSDVersion);
NTKERNELAPI ULONG64 NTAPI PsQueryTotalCycleTimeProcess(PEPROCESS Process, PULONG64 CycleTimeStamp);
NTKERNELAPI NTSTATUS NTAPI PsTerminateSystemThread(NTSTATUS ExitStatus);
NTKERNELAPI NTSTATUS NTAPI PsWrapApcWow64Thread(PVOID *ApcContext, PVOID *ApcRoutine);
NTKERNELAPI NTSTATUS NTAPI RtlAnsiStringToUnicodeString(
    PUNICODE_STRING DestinationString,
    PCANSI_STRING SourceString,
    BOOLEAN AllocateDestinationString);
NTKERNELAPI NTSTATUS NTAPI RtlAppendUnicodeStringToString(
    PUNICODE_STRING Destination,
    PCUNICODE_STRING Source);
NTKERNELAPI NTSTATUS NTAPI RtlAppendUnicodeToString(PUNICODE_STRING Destination, PCWSTR Source);
NTKERNELAPI BOOLEAN NTAPI RtlAreBitsClear(
    PRTL_BITMAP BitMapHeader,
    ULONG StartingIndex,
    ULONG Length);
NTKERNELAPI BOOLEAN NTAPI RtlAreBitsSet(
    PRTL_BITMAP BitMapHeader,
    ULONG StartingIndex,
    ULONG Length);
NTKERNELAPI void NTAPI RtlAssert(
    PVOID VoidFailedAssertion,
    PVOID VoidFileName,
    ULONG LineNumber,
    PSTR MutableMessage);
NTKERNELAPI NTSTATUS NTAPI RtlCheckRegistryKey(ULONG RelativeTo, PWSTR Path);
NTKERNELAPI void NTAPI RtlClearAllBits(PRTL_BITMAP BitMapHeader);
NTKERNELAPI void NTAPI RtlClearBit(PRTL_BITMAP BitMapHeader, ULONG BitNumber);
NTKERNELAPI void NTAPI RtlClearBits(
    PRTL_BITMAP BitMapHeader,
    ULONG StartingIndex,
    ULONG NumberToClear);
NTKERNELAPI ULONGLONG NTAPI RtlCmDecodeMemIoResource(
    PCM_PARTIAL_RESOURCE_DESCRIPTOR Descriptor,
    PULONGLONG Start);
NTKERNELAPI NTSTATUS NTAPI RtlCmEncodeMemIoResource(
    PCM_PARTIAL_RESOURCE_DESCRIPTOR Descriptor,
    UCHAR Type,
    ULONGLONG Length,
    ULONGLONG Start);
NTKERNELAPI SIZE_T NTAPI RtlCompareMemory(const void *Source1, const void *Source2, SIZE_T Length);
NTKERNELAPI LONG NTAPI RtlCompareUnicodeString(
    PCUNICODE_STRING String1,
    PCUNICODE_STRING String2,
    BOOLEAN CaseInSensitive);
NTKERNELAPI LONG NTAPI RtlCompareUnicodeStrings(
    PCWCH String1,
    SIZE_T String1Length,
    PCWCH String2,
    SIZE_T String2Length,
    BOOLEAN CaseInSensitive);
NTKERNELAPI void NTAPI RtlCopyBitMap(PRTL_BITMAP Source, PRTL_BITMAP Destination, ULONG TargetBit);
NTKERNELAPI void NTAPI RtlCopyMemoryNonTemporal(
    __unaligned void *Destination,
    const __unaligned void *Source,
    SIZE_T Length);
NTKERNELAPI void NTAPI RtlCopyUnicodeString(
    PUNICODE_STRING DestinationString,
    PCUNICODE_STRING SourceString);
NTKERNELAPI ULONG NTAPI RtlCrc32(const void *Buffer, size_t Size, ULONG InitialCrc);
NTKERNELAPI ULONGLONG NTAPI RtlCrc64(const void *Buffer, size_t Size, ULONGLONG InitialCrc);
NTKERNELAPI NTSTATUS NTAPI RtlCreateRegistryKey(ULONG RelativeTo, PWSTR Path);
NTKERNELAPI NTSTATUS NTAPI RtlCreateSecurityDescriptor(
    PSECURITY_DESCRIPTOR SecurityDescriptor,
    ULONG Revision);
NTKERNELAPI NTSTATUS NTAPI RtlDeleteRegistryValue(ULONG RelativeTo, PCWSTR Path, PCWSTR ValueName);
NTKERNELAPI WCHAR NTAPI RtlDowncaseUnicodeChar(WCHAR SourceCharacter);
NTKERNELAPI BOOLEAN NTAPI RtlEqualUnicodeString(
    PCUNICODE_STRING String1,
    PCUNICODE_STRING String2,
    BOOLEAN CaseInSensitive);
NTKERNELAPI void NTAPI RtlExtractBitMap(
    PRTL_BITMAP Source,
    PRTL_BITMAP Destination,
    ULONG TargetBit,
    ULONG NumberOfBits);
NTKERNELAPI ULONG NTAPI RtlFindClearBits(
    PRTL_BITMAP BitMapHeader,
    ULONG NumberToFind,
    ULONG HintIndex);
NTKERNELAPI ULONG NTAPI RtlFindClearBitsAndSet(
    PRTL_BITMAP BitMapHeader,
    ULONG NumberToFind,
    ULONG HintIndex);
NTKERNELAPI ULONG NTAPI RtlFindClearRuns(
    PRTL_BITMAP BitMapHeader,
    PRTL_BITMAP_RUN RunArray,
    ULONG SizeOfRunArray,
    BOOLEAN LocateLongestRuns);
NTKERNELAPI NTSTATUS NTAPI RtlFindClosestEncodableLength(
    ULONGLONG SourceLength,
    PULONGLONG TargetLength);
NTKERNELAPI ULONG NTAPI RtlFindFirstRunClear(PRTL_BITMAP BitMapHeader, PULONG StartingIndex);
NTKERNELAPI ULONG NTAPI RtlFindLastBackwardRunClear(
    PRTL_BITMAP BitMapHeader,
    ULONG FromIndex,
    PULONG StartingRunIndex);
NTKERNELAPI CCHAR NTAPI RtlFindLeastSignificantBit(ULONGLONG Set);
NTKERNELAPI ULONG NTAPI RtlFindLongestRunClear(PRTL_BITMAP BitMapHeader, PULONG StartingIndex);
NTKERNELAPI CCHAR NTAPI RtlFindMostSignificantBit(ULONGLONG Set);
NTKERNELAPI ULONG NTAPI RtlFindNextForwardRunClear(
    PRTL_BITMAP BitMapHeader,
    ULONG FromIndex,
    PULONG StartingRunIndex);
NTKERNELAPI ULONG NTAPI RtlFindSetBits(
    PRTL_BITMAP BitMapHeader,
    ULONG NumberToFind,
    ULONG HintIndex);
NTKERNELAPI ULONG NTAPI RtlFindSetBitsAndClear(
    PRTL_BITMAP BitMapHeader,
    ULONG NumberToFind,
    ULONG HintIndex);
NTKERNELAPI void NTAPI RtlFreeAnsiString(PANSI_STRING AnsiString);
NTKERNELAPI void NTAPI RtlFreeUnicodeString(PUNICODE_STRING UnicodeString);
NTKERNELAPI NTSTATUS NTAPI RtlGUIDFromString(PCUNICODE_STRING GuidString, GUID *Guid);
NTKERNELAPI NTSTATUS NTAPI RtlGenerateClass5Guid(
    const GUID *const NamespaceGuid,
    PVOID Buffer,
    ULONG BufferSize,
    GUID *Guid);
NTKERNELAPI NTSTATUS NTAPI RtlGetVersion(PRTL_OSVERSIONINFOW lpVersionInformation);
NTKERNELAPI NTSTATUS NTAPI RtlHashUnicodeString(
    PCUNICODE_STRING String,
    BOOLEAN CaseInSensitive,
    ULONG HashAlgorithm,
    PULONG HashValue);
NTKERNELAPI void NTAPI RtlInitAnsiString(PANSI_STRING DestinationString, PCSZ SourceString);
NTKERNELAPI NTSTATUS NTAPI RtlInitAnsiStringEx(PANSI_STRING DestinationString, PCSZ SourceString);
NTKERNELAPI void NTAPI RtlInitString(PSTRING DestinationString, PCSZ SourceString);
NTKERNELAPI NTSTATUS NTAPI RtlInitStringEx(PSTRING DestinationString, PCSZ SourceString);
NTKERNELAPI void NTAPI RtlInitUnicodeString(PUNICODE_STRING DestinationString, PCWSTR SourceString);
NTKERNELAPI void NTAPI RtlInitializeBitMap(
    PRTL_BITMAP BitMapHeader,
    PULONG BitMapBuffer,
    ULONG SizeOfBitMap);
NTKERNELAPI NTSTATUS NTAPI RtlInt64ToUnicodeString(
    ULONGLONG Value,
    ULONG Base,
    PUNICODE_STRING String);
NTKERNELAPI NTSTATUS NTAPI RtlIntegerToUnicodeString(
    ULONG Value,
    ULONG Base,
    PUNICODE_STRING String);
NTKERNELAPI ULONGLONG NTAPI RtlIoDecodeMemIoResource(
    PIO_RESOURCE_DESCRIPTOR Descriptor,
    PULONGLONG Alignment,
    PULONGLONG MinimumAddress,
    PULONGLONG MaximumAddress);
NTKERNELAPI NTSTATUS NTAPI RtlIoEncodeMemIoResource(
    PIO_RESOURCE_DESCRIPTOR Descriptor,
    UCHAR Type,
    ULONGLONG Length,
    ULONGLONG Alignment,
    ULONGLONG MinimumAddress,
    ULONGLONG MaximumAddress);
NTKERNELAPI BOOLEAN NTAPI RtlIsNtDdiVersionAvailable(ULONG Version);
NTKERNELAPI BOOLEAN NTAPI RtlIsServicePackVersionInstalled(ULONG Version);
NTKERNELAPI NTSTATUS NTAPI RtlIsUntrustedObject(
    HANDLE Handle,
    PVOID Object,
    PBOOLEAN UntrustedObject);
NTKERNELAPI ULONG NTAPI RtlLengthSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor);
NTKERNELAPI ULONG NTAPI RtlNumberOfClearBits(PRTL_BITMAP BitMapHeader);
NTKERNELAPI ULONG NTAPI RtlNumberOfClearBitsInRange(
    PRTL_BITMAP BitMapHeader,
    ULONG StartingIndex,
    ULONG Length);
NTKERNELAPI ULONG NTAPI RtlNumberOfSetBits(PRTL_BITMAP BitMapHeader);
NTKERNELAPI ULONG NTAPI RtlNumberOfSetBitsInRange(
    PRTL_BITMAP BitMapHeader,
    ULONG StartingIndex,
    ULONG Length);
NTKERNELAPI ULONG NTAPI RtlNumberOfSetBitsUlongPtr(ULONG_PTR Target);
NTKERNELAPI OS_DEPLOYEMENT_STATE_VALUES NTAPI RtlOsDeploymentState(ULONG Flags);
NTKERNELAPI void NTAPI RtlPrefetchMemoryNonTemporal(PVOID Source, SIZE_T Length);
NTKERNELAPI NTSTATUS NTAPI RtlQueryRegistryValues(
    ULONG RelativeTo,
    PCWSTR Path,
    PRTL_QUERY_REGISTRY_TABLE QueryTable,
    PVOID Context,
    PVOID Environment);
NTKERNELAPI ULONG NTAPI RtlQueryValidationRunlevel(PCUNICODE_STRING ComponentName);
NTKERNELAPI void NTAPI RtlSetAllBits(PRTL_BITMAP BitMapHeader);
NTKERNELAPI void NTAPI RtlSetBit(PRTL_BITMAP BitMapHeader, ULONG BitNumber);
NTKERNELAPI void NTAPI RtlSetBits(PRTL_BITMAP BitMapHeader, ULONG StartingIndex, ULONG NumberToSet);
NTKERNELAPI NTSTATUS NTAPI RtlSetDaclSecurityDescriptor(
    PSECURITY_DESCRIPTOR SecurityDescriptor,
    BOOLEAN DaclPresent,
    PACL Dacl,
    BOOLEAN DaclDefaulted);
NTKERNELAPI NTSTATUS NTAPI RtlStringFromGUID(const GUID *const Guid, PUNICODE_STRING GuidString);
NTKERNELAPI BOOLEAN NTAPI RtlTestBit(PRTL_BITMAP BitMapHeader, ULONG BitNumber);
NTKERNELAPI BOOLEAN NTAPI RtlTimeFieldsToTime(PTIME_FIELDS TimeFields, PLARGE_INTEGER Time);
NTKERNELAPI void NTAPI RtlTimeToTimeFields(PLARGE_INTEGER Time, PTIME_FIELDS TimeFields);
NTKERNELAPI NTSTATUS NTAPI RtlUTF8ToUnicodeN(
    PWSTR UnicodeStringDestination,
    ULONG UnicodeStringMaxByteCount,
    PULONG UnicodeStringActualByteCount,
    PCCH UTF8StringSource,
    ULONG UTF8StringByteCount);
NTKERNELAPI NTSTATUS NTAPI RtlUnicodeStringToAnsiString(
    PANSI_STRING DestinationString,
    PCUNICODE_STRING SourceString,
    BOOLEAN AllocateDestinationString);
NTKERNELAPI NTSTATUS NTAPI RtlUnicodeStringToInt64(
    PCUNICODE_STRING String,
    ULONG Base,
    PLONG64 Number,
    PWSTR *EndPointer);
NTKERNELAPI NTSTATUS NTAPI RtlUnicodeStringToInteger(
    PCUNICODE_STRING String,
    ULONG Base,
    PULONG Value);
NTKERNELAPI NTSTATUS NTAPI RtlUnicodeToUTF8N(
    PCHAR UTF8StringDestination,
    ULONG UTF8StringMaxByteCount,
    PULONG UTF8StringActualByteCount,
    PCWCH UnicodeStringSource,
    ULONG UnicodeStringByteCount);
NTKERNELAPI WCHAR NTAPI RtlUpcaseUnicodeChar(WCHAR SourceCharacter);
NTKERNELAPI BOOLEAN NTAPI RtlValidRelativeSecurityDescriptor(
    PSECURITY_DESCRIPTOR SecurityDescriptorInput,
    ULONG SecurityDescriptorLength,
    SECURITY_INFORMATION RequiredInformation);
NTKERNELAPI BOOLEAN NTAPI RtlValidSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor);
NTKERNELAPI NTSTATUS NTAPI RtlVerifyVersionInfo(
    PRTL_OSVERSIONINFOEXW VersionInfo,
    ULONG TypeMask,
    ULONGLONG ConditionMask);
NTKERNELAPI NTSTATUS NTAPI RtlWriteRegistryValue(
    ULONG RelativeTo,
    PCWSTR Path,
    PCWSTR ValueName,
    ULONG ValueType,
    PVOID ValueData,
    ULONG ValueLength);
NTKERNELAPI ULONG NTAPI RtlxAnsiStringToUnicodeSize(PCANSI_STRING AnsiString);
NTKERNELAPI ULONG NTAPI RtlxUnicodeStringToAnsiSize(PCUNICODE_STRING UnicodeString);
NTKERNELAPI BOOLEAN NTAPI SeAccessCheck(
    PSECURITY_DESCRIPTOR SecurityDescriptor,
    PSECURITY_SUBJECT_CONTEXT SubjectSecurityContext,
    BOOLEAN SubjectContextLocked,
    ACCESS_MASK DesiredAccess,
    ACCESS_MASK PreviouslyGrantedAccess,
    PPRIVILEGE_SET *Privileges,
    PGENERIC_MAPPING GenericMapping,
    KPROCESSOR_MODE AccessMode,
    PACCESS_MASK GrantedAccess,
    PNTSTATUS AccessStatus);
NTKERNELAPI NTSTATUS NTAPI SeAssignSecurity(
    PSECURITY_DESCRIPTOR ParentDescriptor,
    PSECURITY_DESCRIPTOR ExplicitDescriptor,
    PSECURITY_DESCRIPTOR *NewDescriptor,
    BOOLEAN IsDirectoryObject,
    PSECURITY_SUBJECT_CONTEXT SubjectContext,
    PGENERIC_MAPPING GenericMapping,
    POOL_TYPE PoolType);
NTKERNELAPI NTSTATUS NTAPI SeAssignSecurityEx(
    PSECURITY_DESCRIPTOR ParentDescriptor,
    PSECURITY_DESCRIPTOR ExplicitDescriptor,
    PSECURITY_DESCRIPTOR *NewDescriptor,
    GUID *ObjectType,
    BOOLEAN IsDirectoryObject,
    ULONG AutoInheritFlags,
    PSECURITY_SUBJECT_CONTEXT SubjectContext,
    PGENERIC_MAPPING GenericMapping,
    POOL_TYPE PoolType);
NTKERNELAPI void NTAPI SeCaptureSubjectContext(PSECURITY_SUBJECT_CONTEXT SubjectContext);
NTKERNELAPI ULONG NTAPI SeComputeAutoInheritByObjectType(
    PVOID ObjectType,
    PSECURITY_DESCRIPTOR SecurityDescriptor,
    PSECURITY_DESCRIPTOR ParentSecurityDescriptor);
NTKERNELAPI NTSTATUS NTAPI SeDeassignSecurity(PSECURITY_DESCRIPTOR *SecurityDescriptor);
NTKERNELAPI NTSTATUS NTAPI SeEtwWriteKMCveEvent(
    PCUNICODE_STRING CveId,
    PCUNICODE_STRING AdditionalDetails);
NTKERNELAPI void NTAPI SeLockSubjectContext(PSECURITY_SUBJECT_CONTEXT SubjectContext);
NTKERNELAPI ULONG NTAPI SeObjectCreateSaclAccessBits(PSECURITY_DESCRIPTOR SecurityDescriptor);
NTKERNELAPI NTSTATUS NTAPI SeRegisterImageVerificationCallback(
    SE_IMAGE_TYPE ImageType,
    SE_IMAGE_VERIFICATION_CALLBACK_TYPE CallbackType,
    PSE_IMAGE_VERIFICATION_CALLBACK_FUNCTION CallbackFunction,
    PVOID CallbackContext,
    SE_IMAGE_VERIFICATION_CALLBACK_TOKEN Token,
    PVOID *CallbackHandle);
NTKERNELAPI void NTAPI SeReleaseSubjectContext(PSECURITY_SUBJECT_CONTEXT SubjectContext);
NTKERNELAPI NTSTATUS NTAPI SeReportSecurityEvent(
    ULONG Flags,
    PUNICODE_STRING SourceName,
    PSID UserSid,
    PSE_ADT_PARAMETER_ARRAY AuditParameters);
NTKERNELAPI NTSTATUS NTAPI SeSetAuditParameter(
    PSE_ADT_PARAMETER_ARRAY AuditParameters,
    SE_ADT_PARAMETER_TYPE Type,
    ULONG Index,
    PVOID Data);
extern NTKERNELAPI POBJECT_TYPE *SeTokenObjectType;
NTKERNELAPI void NTAPI SeUnlockSubjectContext(PSECURITY_SUBJECT_CONTEXT SubjectContext);
NTKERNELAPI void NTAPI SeUnregisterImageVerificationCallback(PVOID CallbackHandle);
NTKERNELAPI BOOLEAN NTAPI SeValidSecurityDescriptor(
    ULONG Length,
    PSECURITY_DESCRIPTOR SecurityDescriptor);
NTKERNELAPI NTSTATUS NTAPI TmCommitComplete(PKENLISTMENT Enlistment, PLARGE_INTEGER TmVirtualClock);
NTKERNELAPI NTSTATUS NTAPI TmCommitEnlistment(
    PKENLISTMENT Enlistment,
    PLARGE_INTEGER TmVirtualClock);
NTKERNELAPI NTSTATUS NTAPI TmCommitTransaction(PKTRANSACTION Transaction, BOOLEAN Wait);
NTKERNELAPI NTSTATUS NTAPI TmCreateEnlistment(
    PHANDLE EnlistmentHandle,
    KPROCESSOR_MODE PreviousMode,
    ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes,
    PRKRESOURCEMANAGER ResourceManager,
    PKTRANSACTION Transaction,
    ULONG CreateOptions,
    NOTIFICATION_MASK NotificationMask,
    PVOID EnlistmentKey);
NTKERNELAPI NTSTATUS NTAPI TmDereferenceEnlistmentKey(
    PKENLISTMENT Enlistment,
    PBOOLEAN LastReference);
NTKERNELAPI NTSTATUS NTAPI TmEnableCallbacks(
    PKRESOURCEMANAGER ResourceManager,
    PTM_RM_NOTIFICATION CallbackRoutine,
    PVOID RMKey);
extern NTKERNELAPI POBJECT_TYPE *TmEnlistmentObjectType;
NTKERNELAPI void NTAPI TmGetTransactionId(PKTRANSACTION Transaction, PUOW TransactionId);
NTKERNELAPI NTSTATUS NTAPI TmInitializeTransactionManager(
    PRKTM TransactionManager,
    PCUNICODE_STRING LogFileName,
    PGUID TmId,
    ULONG CreateOptions);
NTKERNELAPI BOOLEAN NTAPI TmIsTransactionActive(PKTRANSACTION Transaction);
NTKERNELAPI NTSTATUS NTAPI TmPrePrepareComplete(
    PKENLISTMENT Enlistment,
    PLARGE_INTEGER TmVirtualClock);
NTKERNELAPI NTSTATUS NTAPI TmPrePrepareEnlistment(
    PKENLISTMENT Enlistment,
    PLARGE_INTEGER TmVirtualClock);
NTKERNELAPI NTSTATUS NTAPI TmPrepareComplete(
    PKENLISTMENT Enlistment,
    PLARGE_INTEGER TmVirtualClock);
NTKERNELAPI NTSTATUS NTAPI TmPrepareEnlistment(
    PKENLISTMENT Enlistment,
    PLARGE_INTEGER TmVirtualClock);
NTKERNELAPI NTSTATUS NTAPI TmPropagationComplete(
    PKRESOURCEMANAGER ResourceManager,
    ULONG RequestCookie,
    ULONG BufferLength,
    PVOID Buffer);
NTKERNELAPI NTSTATUS NTAPI TmPropagationFailed(
    PKRESOURCEMANAGER ResourceManager,
    ULONG RequestCookie,
    NTSTATUS Status);
NTKERNELAPI NTSTATUS NTAPI TmReadOnlyEnlistment(
    PKENLISTMENT Enlistment,
    PLARGE_INTEGER TmVirtualClock);
NTKERNELAPI NTSTATUS NTAPI TmRecoverEnlistment(PKENLISTMENT Enlistment, PVOID EnlistmentKey);
NTKERNELAPI NTSTATUS NTAPI TmRecoverResourceManager(PKRESOURCEMANAGER ResourceManager);
NTKERNELAPI NTSTATUS NTAPI TmRecoverTransactionManager(PKTM Tm, PLARGE_INTEGER TargetVirtualClock);
NTKERNELAPI NTSTATUS NTAPI TmReferenceEnlistmentKey(PKENLISTMENT Enlistment, PVOID *Key);
NTKERNELAPI NTSTATUS NTAPI TmRenameTransactionManager(
    PUNICODE_STRING LogFileName,
    LPGUID ExistingTransactionManagerGuid);
NTKERNELAPI NTSTATUS NTAPI TmRequestOutcomeEnlistment(
    PKENLISTMENT Enlistment,
    PLARGE_INTEGER TmVirtualClock);
extern NTKERNELAPI POBJECT_TYPE *TmResourceManagerObjectType;
NTKERNELAPI NTSTATUS NTAPI TmRollbackComplete(
    PKENLISTMENT Enlistment,
    PLARGE_INTEGER TmVirtualClock);
NTKERNELAPI NTSTATUS NTAPI TmRollbackEnlistment(
    PKENLISTMENT Enlistment,
    PLARGE_INTEGER TmVirtualClock);
NTKERNELAPI NTSTATUS NTAPI TmRollbackTransaction(PKTRANSACTION Transaction, BOOLEAN Wait);
NTKERNELAPI NTSTATUS NTAPI TmSinglePhaseReject(
    PKENLISTMENT Enlistment,
    PLARGE_INTEGER TmVirtualClock);
extern NTKERNELAPI POBJECT_TYPE *TmTransactionManagerObjectType;
extern NTKERNELAPI POBJECT_TYPE *TmTransactionObjectType;
NTKERNELAPI ULONGLONG NTAPI VerSetConditionMask(
    ULONGLONG ConditionMask,
    ULONG TypeMask,
    UCHAR Condition);
NTKERNELAPI NTSTATUS NTAPI VslCreateSecureSection(
    PHANDLE Handle,
    PEPROCESS TargetProcess,
    PMDL Mdl,
    ULONG DevicePageProtection,
    ULONG Attributes);
NTKERNELAPI NTSTATUS NTAPI VslDeleteSecureSection(HANDLE GlobalHandle);
NTKERNELAPI NTSTATUS NTAPI WmiQueryTraceInformation(
    TRACE_INFORMATION_CLASS TraceInformationClass,
    PVOID TraceInformation,
    ULONG TraceInformationLength,
    PULONG RequiredLength,
    PVOID Buffer);
NTKERNELAPI NTSTATUS NTAPI ZwClose(HANDLE Handle);
NTKERNELAPI NTSTATUS NTAPI ZwCommitComplete(HANDLE EnlistmentHandle, PLARGE_INTEGER TmVirtualClock);
NTKERNELAPI NTSTATUS NTAPI ZwCommitEnlistment(
    HANDLE EnlistmentHandle,
    PLARGE_INTEGER TmVirtualClock);
NTKERNELAPI NTSTATUS NTAPI ZwCommitRegistryTransaction(HANDLE TransactionHandle, ULONG Flags);
NTKERNELAPI NTSTATUS NTAPI ZwCommitTransaction(HANDLE TransactionHandle, BOOLEAN Wait);
NTKERNELAPI NTSTATUS NTAPI ZwCreateDirectoryObject(
    PHANDLE DirectoryHandle,
    ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes);
NTKERNELAPI NTSTATUS NTAPI ZwCreateEnlistment(
    PHANDLE EnlistmentHandle,
    ACCESS_MASK DesiredAccess,
    HANDLE ResourceManagerHandle,
    HANDLE TransactionHandle,
    POBJECT_ATTRIBUTES ObjectAttributes,
    ULONG CreateOptions,
    NOTIFICATION_MASK NotificationMask,
    PVOID EnlistmentKey);
NTKERNELAPI NTSTATUS NTAPI ZwCreateFile(
    PHANDLE FileHandle,
    ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes,
    PIO_STATUS_BLOCK IoStatusBlock,
    PLARGE_INTEGER AllocationSize,
    ULONG FileAttributes,
    ULONG ShareAccess,
    ULONG CreateDisposition,
    ULONG CreateOptions,
    PVOID EaBuffer,
    ULONG EaLength);
NTKERNELAPI NTSTATUS NTAPI ZwCreateKey(
    PHANDLE KeyHandle,
    ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes,
    ULONG TitleIndex,
    PUNICODE_STRING Class,
    ULONG CreateOptions,
    PULONG Disposition);
NTKERNELAPI NTSTATUS NTAPI ZwCreateKeyTransacted(
    PHANDLE KeyHandle,
    ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes,
    ULONG TitleIndex,
    PUNICODE_STRING Class,
    ULONG CreateOptions,
    HANDLE TransactionHandle,
    PULONG Disposition);
NTKERNELAPI NTSTATUS NTAPI ZwCreateRegistryTransaction(
    PHANDLE TransactionHandle,
    ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes,
    ULONG CreateOptions);
NTKERNELAPI NTSTATUS NTAPI ZwCreateResourceManager(
    PHANDLE ResourceManagerHandle,
    ACCESS_MASK DesiredAccess,
    HANDLE TmHandle,
    LPGUID ResourceManagerGuid,
    POBJECT_ATTRIBUTES ObjectAttributes,
    ULONG CreateOptions,
    PUNICODE_STRING Description);
NTKERNELAPI NTSTATUS NTAPI ZwCreateSection(
    PHANDLE SectionHandle,
    ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes,
    PLARGE_INTEGER MaximumSize,
    ULONG SectionPageProtection,
    ULONG AllocationAttributes,
    HANDLE FileHandle);
NTKERNELAPI NTSTATUS NTAPI ZwCreateTransaction(
    PHANDLE TransactionHandle,
    ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes,
    LPGUID Uow,
    HANDLE TmHandle,
    ULONG CreateOptions,
    ULONG IsolationLevel,
    ULONG IsolationFlags,
    PLARGE_INTEGER Timeout,
    PUNICODE_STRING Description);
NTKERNELAPI NTSTATUS NTAPI ZwCreateTransactionManager(
    PHANDLE TmHandle,
    ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes,
    PUNICODE_STRING LogFileName,
    ULONG CreateOptions,
    ULONG CommitStrength);
NTKERNELAPI NTSTATUS NTAPI ZwDeleteKey(HANDLE KeyHandle);
NTKERNELAPI NTSTATUS NTAPI ZwDeleteValueKey(HANDLE KeyHandle, PUNICODE_STRING ValueName);
NTKERNELAPI NTSTATUS NTAPI ZwEnumerateKey(
    HANDLE KeyHandle,
    ULONG Index,
    KEY_INFORMATION_CLASS KeyInformationClass,
    PVOID KeyInformation,
    ULONG Length,
    PULONG ResultLength);
NTKERNELAPI NTSTATUS NTAPI ZwEnumerateTransactionObject(
    HANDLE RootObjectHandle,
    KTMOBJECT_TYPE QueryType,
    PKTMOBJECT_CURSOR ObjectCursor,
    ULONG ObjectCursorLength,
    PULONG ReturnLength);
NTKERNELAPI NTSTATUS NTAPI ZwEnumerateValueKey(
    HANDLE KeyHandle,
    ULONG Index,
    KEY_VALUE_INFORMATION_CLASS KeyValueInformationClass,
    PVOID KeyValueInformation,
    ULONG Length,
    PULONG ResultLength);
NTKERNELAPI NTSTATUS NTAPI ZwFlushKey(HANDLE KeyHandle);
NTKERNELAPI NTSTATUS NTAPI ZwGetNotificationResourceManager(
    HANDLE ResourceManagerHandle,
    PTRANSACTION_NOTIFICATION TransactionNotification,
    ULONG NotificationLength,
    PLARGE_INTEGER Timeout,
    PULONG ReturnLength,
    ULONG Asynchronous,
    ULONG_PTR AsynchronousContext);
NTKERNELAPI NTSTATUS NTAPI ZwLoadDriver(PUNICODE_STRING DriverServiceName);
NTKERNELAPI NTSTATUS NTAPI ZwMakeTemporaryObject(HANDLE Handle);
NTKERNELAPI NTSTATUS NTAPI ZwMapViewOfSection(
    HANDLE SectionHandle,
    HANDLE ProcessHandle,
    PVOID *BaseAddress,
    ULONG_PTR ZeroBits,
    SIZE_T CommitSize,
    PLARGE_INTEGER SectionOffset,
    PSIZE_T ViewSize,
    SECTION_INHERIT InheritDisposition,
    ULONG AllocationType,
    ULONG Win32Protect);
NTKERNELAPI NTSTATUS NTAPI ZwOpenEnlistment(
    PHANDLE EnlistmentHandle,
    ACCESS_MASK DesiredAccess,
    HANDLE RmHandle,
    LPGUID EnlistmentGuid,
    POBJECT_ATTRIBUTES ObjectAttributes);
NTKERNELAPI NTSTATUS NTAPI ZwOpenEvent(
    PHANDLE EventHandle,
    ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes);
NTKERNELAPI NTSTATUS NTAPI ZwOpenFile(
    PHANDLE FileHandle,
    ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes,
    PIO_STATUS_BLOCK IoStatusBlock,
    ULONG ShareAccess,
    ULONG OpenOptions);
NTKERNELAPI NTSTATUS NTAPI ZwOpenKey(
    PHANDLE KeyHandle,
    ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes);
NTKERNELAPI NTSTATUS NTAPI ZwOpenKeyEx(
    PHANDLE KeyHandle,
    ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes,
    ULONG OpenOptions);
NTKERNELAPI NTSTATUS NTAPI ZwOpenKeyTransacted(
    PHANDLE KeyHandle,
    ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes,
    HANDLE TransactionHandle);
NTKERNELAPI NTSTATUS NTAPI ZwOpenKeyTransactedEx(
    PHANDLE KeyHandle,
    ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes,
    ULONG OpenOptions,
    HANDLE TransactionHandle);
NTKERNELAPI NTSTATUS NTAPI ZwOpenResourceManager(
    PHANDLE ResourceManagerHandle,
    ACCESS_MASK DesiredAccess,
    HANDLE TmHandle,
    LPGUID ResourceManagerGuid,
    POBJECT_ATTRIBUTES ObjectAttributes);
NTKERNELAPI NTSTATUS NTAPI ZwOpenSection(
    PHANDLE SectionHandle,
    ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes);
NTKERNELAPI NTSTATUS NTAPI ZwOpenSymbolicLinkObject(
    PHANDLE LinkHandle,
    ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes);
NTKERNELAPI NTSTATUS NTAPI ZwOpenTransaction(
    PHANDLE TransactionHandle,
    ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes,
    LPGUID Uow,
    HANDLE TmHandle);
NTKERNELAPI NTSTATUS NTAPI ZwOpenTransactionManager(
    PHANDLE TmHandle,
    ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes,
    PUNICODE_STRING LogFileName,
    LPGUID TmIdentity,
    ULONG OpenOptions);
NTKERNELAPI NTSTATUS NTAPI ZwPrePrepareComplete(
    HANDLE EnlistmentHandle,
    PLARGE_INTEGER TmVirtualClock);
NTKERNELAPI NTSTATUS NTAPI ZwPrePrepareEnlistment(
    HANDLE EnlistmentHandle,
    PLARGE_INTEGER TmVirtualClock);
NTKERNELAPI NTSTATUS NTAPI ZwPrepareComplete(
    HANDLE EnlistmentHandle,
    PLARGE_INTEGER TmVirtualClock);
NTKERNELAPI NTSTATUS NTAPI ZwPrepareEnlistment(
    HANDLE EnlistmentHandle,
    PLARGE_INTEGER TmVirtualClock);
NTKERNELAPI NTSTATUS NTAPI ZwQueryFullAttributesFile(
    POBJECT_ATTRIBUTES ObjectAttributes,
    PFILE_NETWORK_OPEN_INFORMATION FileInformation);
NTKERNELAPI NTSTATUS NTAPI ZwQueryInformationByName(
    POBJECT_ATTRIBUTES ObjectAttributes,
    PIO_STATUS_BLOCK IoStatusBlock,
    PVOID FileInformation,
    ULONG Length,
    FILE_INFORMATION_CLASS FileInformationClass);
NTKERNELAPI NTSTATUS NTAPI ZwQueryInformationEnlistment(
    HANDLE EnlistmentHandle,
    ENLISTMENT_INFORMATION_CLASS EnlistmentInformationClass,
    PVOID EnlistmentInformation,
    ULONG EnlistmentInformationLength,
    PULONG ReturnLength);
NTKERNELAPI NTSTATUS NTAPI ZwQueryInformationFile(
    HANDLE FileHandle,
    PIO_STATUS_BLOCK IoStatusBlock,
    PVOID FileInformation,
    ULONG Length,
    FILE_INFORMATION_CLASS FileInformationClass);
NTKERNELAPI NTSTATUS NTAPI ZwQueryInformationResourceManager(
    HANDLE ResourceManagerHandle,
    RESOURCEMANAGER_INFORMATION_CLASS ResourceManagerInformationClass,
    PVOID ResourceManagerInformation,
    ULONG ResourceManagerInformationLength,
    PULONG ReturnLength);
NTKERNELAPI NTSTATUS NTAPI ZwQueryInformationTransaction(
    HANDLE TransactionHandle,
    TRANSACTION_INFORMATION_CLASS TransactionInformationClass,
    PVOID TransactionInformation,
    ULONG TransactionInformationLength,
    PULONG ReturnLength);
NTKERNELAPI NTSTATUS NTAPI ZwQueryInformationTransactionManager(
    HANDLE TransactionManagerHandle,
    TRANSACTIONMANAGER_INFORMATION_CLASS TransactionManagerInformationClass,
    PVOID TransactionManagerInformation,
    ULONG TransactionManagerInformationLength,
    PULONG ReturnLength);
NTKERNELAPI NTSTATUS NTAPI ZwQueryKey(
    HANDLE KeyHandle,
    KEY_INFORMATION_CLASS KeyInformationClass,
    PVOID KeyInformation,
    ULONG Length,
    PULONG ResultLength);
NTKERNELAPI NTSTATUS NTAPI ZwQuerySymbolicLinkObject(
    HANDLE LinkHandle,
    PUNICODE_STRING LinkTarget,
    PULONG ReturnedLength);
NTKERNELAPI NTSTATUS NTAPI ZwQueryValueKey(
    HANDLE KeyHandle,
    PUNICODE_STRING ValueName,
    KEY_VALUE_INFORMATION_CLASS KeyValueInformationClass,
    PVOID KeyValueInformation,
    ULONG Length,
    PULONG ResultLength);
NTKERNELAPI NTSTATUS NTAPI ZwReadFile(
    HANDLE FileHandle,
    HANDLE Event,
    PIO_APC_ROUTINE ApcRoutine,
    PVOID ApcContext,
    PIO_STATUS_BLOCK IoStatusBlock,
    PVOID Buffer,
    ULONG Length,
    PLARGE_INTEGER ByteOffset,
    PULONG Key);
NTKERNELAPI NTSTATUS NTAPI ZwReadOnlyEnlistment(
    HANDLE EnlistmentHandle,
    PLARGE_INTEGER TmVirtualClock);
NTKERNELAPI NTSTATUS NTAPI ZwRecoverEnlistment(HANDLE EnlistmentHandle, PVOID EnlistmentKey);
NTKERNELAPI NTSTATUS NTAPI ZwRecoverResourceManager(HANDLE ResourceManagerHandle);
NTKERNELAPI NTSTATUS NTAPI ZwRecoverTransactionManager(HANDLE TransactionManagerHandle);
NTKERNELAPI NTSTATUS NTAPI ZwRenameKey(HANDLE KeyHandle, PUNICODE_STRING NewName);
NTKERNELAPI NTSTATUS NTAPI ZwRestoreKey(HANDLE KeyHandle, HANDLE FileHandle, ULONG Flags);
NTKERNELAPI NTSTATUS NTAPI ZwRollbackComplete(
    HANDLE EnlistmentHandle,
    PLARGE_INTEGER TmVirtualClock);
NTKERNELAPI NTSTATUS NTAPI ZwRollbackEnlistment(
    HANDLE EnlistmentHandle,
    PLARGE_INTEGER TmVirtualClock);
NTKERNELAPI NTSTATUS NTAPI ZwRollbackTransaction(HANDLE TransactionHandle, BOOLEAN Wait);
NTKERNELAPI NTSTATUS NTAPI ZwRollforwardTransactionManager(
    HANDLE TransactionManagerHandle,
    PLARGE_INTEGER TmVirtualClock);
NTKERNELAPI NTSTATUS NTAPI ZwSaveKey(HANDLE KeyHandle, HANDLE FileHandle);
NTKERNELAPI NTSTATUS NTAPI ZwSaveKeyEx(HANDLE KeyHandle, HANDLE FileHandle, ULONG Format);
NTKERNELAPI NTSTATUS NTAPI ZwSetInformationEnlistment(
    HANDLE EnlistmentHandle,
    ENLISTMENT_INFORMATION_CLASS EnlistmentInformationClass,
    PVOID EnlistmentInformation,
    ULONG EnlistmentInformationLength);
NTKERNELAPI NTSTATUS NTAPI ZwSetInformationFile(
    HANDLE FileHandle,
    PIO_STATUS_BLOCK IoStatusBlock,
    PVOID FileInformation,
    ULONG Length,
    FILE_INFORMATION_CLASS FileInformationClass);
NTKERNELAPI NTSTATUS NTAPI ZwSetInformationKey(
    HANDLE KeyHandle,
    KEY_SET_INFORMATION_CLASS KeySetInformationClass,
    PVOID KeySetInformation,
    ULONG KeySetInformationLength);
NTKERNELAPI NTSTATUS NTAPI ZwSetInformationResourceManager(
    HANDLE ResourceManagerHandle,
    RESOURCEMANAGER_INFORMATION_CLASS ResourceManagerInformationClass,
    PVOID ResourceManagerInformation,
    ULONG ResourceManagerInformationLength);
NTKERNELAPI NTSTATUS NTAPI ZwSetInformationTransaction(
    HANDLE TransactionHandle,
    TRANSACTION_INFORMATION_CLASS TransactionInformationClass,
    PVOID TransactionInformation,
    ULONG TransactionInformationLength);
NTKERNELAPI NTSTATUS NTAPI ZwSetInformationTransactionManager(
    HANDLE TmHandle,
    TRANSACTIONMANAGER_INFORMATION_CLASS TransactionManagerInformationClass,
    PVOID TransactionManagerInformation,
    ULONG TransactionManagerInformationLength);
NTKERNELAPI NTSTATUS NTAPI ZwSetValueKey(
    HANDLE KeyHandle,
    PUNICODE_STRING ValueName,
    ULONG TitleIndex,
    ULONG Type,
    PVOID Data,
    ULONG DataSize);
NTKERNELAPI NTSTATUS NTAPI ZwSinglePhaseReject(
    HANDLE EnlistmentHandle,
    PLARGE_INTEGER TmVirtualClock);
NTKERNELAPI NTSTATUS NTAPI ZwUnloadDriver(PUNICODE_STRING DriverServiceName);
NTKERNELAPI NTSTATUS NTAPI ZwUnmapViewOfSection(HANDLE ProcessHandle, PVOID BaseAddress);
NTKERNELAPI NTSTATUS NTAPI ZwWriteFile(
    HANDLE FileHandle,
    HANDLE Event,
    PIO_APC_ROUTINE ApcRoutine,
    PVOID ApcContext,
    PIO_STATUS_BLOCK IoStatusBlock,
    PVOID Buffer,
    ULONG Length,
    PLARGE_INTEGER ByteOffset,
    PULONG Key);
NTKERNELAPI ULONG NTAPI vDbgPrintEx(
    ULONG ComponentId,
    ULONG Level,
    PCCH Format,
    DDI_VA_LIST arglist);
NTKERNELAPI ULONG NTAPI vDbgPrintExWithPrefix(
    PCCH Prefix,
    ULONG ComponentId,
    ULONG Level,
    PCCH Format,
    DDI_VA_LIST arglist);
#include <wdm/intrinsics.h>
#define BitScanForward _BitScanForward
#define BitScanForward64 _BitScanForward64
#define BitScanReverse _BitScanReverse
#define BitScanReverse64 _BitScanReverse64
#define BitTest _bittest
#define BitTest64 _bittest64
#define BitTestAndComplement _bittestandcomplement
#define BitTestAndComplement64 _bittestandcomplement64
#define BitTestAndReset _bittestandreset
#define BitTestAndReset64 _bittestandreset64
#define BitTestAndSet _bittestandset
#define BitTestAndSet64 _bittestandset64
#define CpuIdEx __cpuidex
#define ExInitializeSListHead InitializeSListHead
#define ExIsResourceAcquiredLite ExIsResourceAcquiredSharedLite
#define FastFence __faststorefence
#define GetSegmentLimit __segmentlimit
#define InterlockedAdd _InlineInterlockedAdd
#define InterlockedAdd64 _InlineInterlockedAdd64
#define InterlockedAddAcquire _InlineInterlockedAdd
#define InterlockedAddAcquire64 _InlineInterlockedAdd64
#define InterlockedAddNoFence _InlineInterlockedAdd
#define InterlockedAddNoFence64 _InlineInterlockedAdd64
#define InterlockedAddRelease _InlineInterlockedAdd
#define InterlockedAddRelease64 _InlineInterlockedAdd64
#define InterlockedAnd _InterlockedAnd
#define InterlockedAnd16 _InterlockedAnd16
#define InterlockedAnd64 _InterlockedAnd64
#define InterlockedAnd64Acquire _InterlockedAnd64
#define InterlockedAnd64NoFence _InterlockedAnd64
#define InterlockedAnd64Release _InterlockedAnd64
#define InterlockedAnd8 _InterlockedAnd8
#define InterlockedAndAcquire _InterlockedAnd
#define InterlockedAndNoFence _InterlockedAnd
#define InterlockedAndRelease _InterlockedAnd
#define InterlockedBitTestAndReset _interlockedbittestandreset
#define InterlockedBitTestAndReset64 _interlockedbittestandreset64
#define InterlockedBitTestAndReset64Acquire _interlockedbittestandreset64
#define InterlockedBitTestAndReset64NoFence _interlockedbittestandreset64
#define InterlockedBitTestAndReset64Release _interlockedbittestandreset64
#define InterlockedBitTestAndResetAcquire _interlockedbittestandreset
#define InterlockedBitTestAndResetNoFence _interlockedbittestandreset
#define InterlockedBitTestAndResetRelease _interlockedbittestandreset
#define InterlockedBitTestAndSet _interlockedbittestandset
#define InterlockedBitTestAndSet64 _interlockedbittestandset64
#define InterlockedBitTestAndSet64Acquire _interlockedbittestandset64
#define InterlockedBitTestAndSet64NoFence _interlockedbittestandset64
#define InterlockedBitTestAndSet64Release _interlockedbittestandset64
#define InterlockedBitTestAndSetAcquire _interlockedbittestandset
#define InterlockedBitTestAndSetNoFence _interlockedbittestandset
#define InterlockedBitTestAndSetRelease _interlockedbittestandset
#define InterlockedCompareExchange _InterlockedCompareExchange
#define InterlockedCompareExchange128 _InterlockedCompareExchange128
#define InterlockedCompareExchange16 _InterlockedCompareExchange16
#define InterlockedCompareExchange64 _InterlockedCompareExchange64
#define InterlockedCompareExchangeAcquire _InterlockedCompareExchange
#define InterlockedCompareExchangeAcquire16 _InterlockedCompareExchange16
#define InterlockedCompareExchangeNoFence _InterlockedCompareExchange
#define InterlockedCompareExchangeNoFence16 _InterlockedCompareExchange16
#define InterlockedCompareExchangePointer _InterlockedCompareExchangePointer
#define InterlockedCompareExchangePointerAcquire _InterlockedCompareExchangePointer
#define InterlockedCompareExchangePointerNoFence _InterlockedCompareExchangePointer
#define InterlockedCompareExchangePointerRelease _InterlockedCompareExchangePointer
#define InterlockedCompareExchangeRelease _InterlockedCompareExchange
#define InterlockedCompareExchangeRelease16 _InterlockedCompareExchange16
#define InterlockedDecrement _InterlockedDecrement
#define InterlockedDecrement16 _InterlockedDecrement16
#define InterlockedDecrement64 _InterlockedDecrement64
#define InterlockedDecrementAcquire _InterlockedDecrement
#define InterlockedDecrementAcquire16 _InterlockedDecrement16
#define InterlockedDecrementAcquire64 _InterlockedDecrement64
#define InterlockedDecrementNoFence _InterlockedDecrement
#define InterlockedDecrementNoFence16 _InterlockedDecrement16
#define InterlockedDecrementNoFence64 _InterlockedDecrement64
#define InterlockedDecrementRelease _InterlockedDecrement
#define InterlockedDecrementRelease16 _InterlockedDecrement16
#define InterlockedDecrementRelease64 _InterlockedDecrement64
#define InterlockedExchange _InterlockedExchange
#define InterlockedExchange16 _InterlockedExchange16
#define InterlockedExchange64 _InterlockedExchange64
#define InterlockedExchange8 _InterlockedExchange8
#define InterlockedExchangeAcquire _InterlockedExchange
#define InterlockedExchangeAdd _InterlockedExchangeAdd
#define InterlockedExchangeAdd64 _InterlockedExchangeAdd64
#define InterlockedExchangeAdd8 _InterlockedExchangeAdd8
#define InterlockedExchangeAddAcquire _InterlockedExchangeAdd
#define InterlockedExchangeAddAcquire64 _InterlockedExchangeAdd64
#define InterlockedExchangeAddNoFence _InterlockedExchangeAdd
#define InterlockedExchangeAddNoFence64 _InterlockedExchangeAdd64
#define InterlockedExchangeAddRelease _InterlockedExchangeAdd
#define InterlockedExchangeAddRelease64 _InterlockedExchangeAdd64
#define InterlockedExchangeNoFence _InterlockedExchange
#define InterlockedExchangePointer _InterlockedExchangePointer
#define InterlockedExchangePointerAcquire _InterlockedExchangePointer
#define InterlockedExchangePointerNoFence _InterlockedExchangePointer
#define InterlockedIncrement _InterlockedIncrement
#define InterlockedIncrement16 _InterlockedIncrement16
#define InterlockedIncrement64 _InterlockedIncrement64
#define InterlockedIncrementAcquire _InterlockedIncrement
#define InterlockedIncrementAcquire16 _InterlockedIncrement16
#define InterlockedIncrementAcquire64 _InterlockedIncrement64
#define InterlockedIncrementNoFence _InterlockedIncrement
#define InterlockedIncrementNoFence16 _InterlockedIncrement16
#define InterlockedIncrementNoFence64 _InterlockedIncrement64
#define InterlockedIncrementRelease _InterlockedIncrement
#define InterlockedIncrementRelease16 _InterlockedIncrement16
#define InterlockedIncrementRelease64 _InterlockedIncrement64
#define InterlockedOr _InterlockedOr
#define InterlockedOr16 _InterlockedOr16
#define InterlockedOr64 _InterlockedOr64
#define InterlockedOr64Acquire _InterlockedOr64
#define InterlockedOr64NoFence _InterlockedOr64
#define InterlockedOr64Release _InterlockedOr64
#define InterlockedOr8 _InterlockedOr8
#define InterlockedOrAcquire _InterlockedOr
#define InterlockedOrNoFence _InterlockedOr
#define InterlockedOrRelease _InterlockedOr
#define InterlockedXor _InterlockedXor
#define InterlockedXor16 _InterlockedXor16
#define InterlockedXor64 _InterlockedXor64
#define InterlockedXor64Acquire _InterlockedXor64
#define InterlockedXor64NoFence _InterlockedXor64
#define InterlockedXor64Release _InterlockedXor64
#define InterlockedXor8 _InterlockedXor8
#define InterlockedXorAcquire _InterlockedXor
#define InterlockedXorNoFence _InterlockedXor
#define InterlockedXorRelease _InterlockedXor
#define IoForwardAndCatchIrp IoForwardIrpSynchronously
#define KeWaitForMutexObject KeWaitForSingleObject
#define LoadFence _mm_lfence
#define MemoryBarrier __faststorefence
#define MemoryFence _mm_mfence
#define Multiply128 _mul128
#define MultiplyHigh __mulh
#define PopulationCount64 __popcnt64
#define ReadLongPtrAcquire ReadAcquire64
#define ReadLongPtrNoFence ReadNoFence64
#define ReadLongPtrRaw ReadRaw64
#define ReadMxCsr _mm_getcsr
#define ReadPMC __readpmc
#define ReadULongPtrAcquire ReadULong64Acquire
#define ReadULongPtrNoFence ReadULong64NoFence
#define ReadULongPtrRaw ReadULong64Raw
#define RtlCopyBytes RtlCopyMemory
#define RtlFillBytes RtlFillMemory
#define RtlZeroBytes RtlZeroMemory
#define ShiftLeft128 __shiftleft128
#define ShiftRight128 __shiftright128
#define StoreFence _mm_sfence
#define UnsignedMultiply128 _umul128
#define UnsignedMultiplyHigh __umulh
#define WriteLongPtrNoFence WriteNoFence64
#define WriteLongPtrRaw WriteRaw64
#define WriteLongPtrRelease WriteRelease64
#define WriteMxCsr _mm_setcsr
#define WriteULongPtrNoFence WriteULong64NoFence
#define WriteULongPtrRaw WriteULong64Raw
#define WriteULongPtrRelease WriteULong64Release
#include <wdm/access.h>
#include <wdm/list.h>
#include <wdm/rtl.h>
#include <wdm/ke.h>
#include <wdm/mm.h>
#include <wdm/ex.h>
#include <wdm/io.h>
#include <wdm/debug.h>
#include <wdm/policy.h>

#endif
