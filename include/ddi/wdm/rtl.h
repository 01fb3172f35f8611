/*
 * wdm/rtl.h: the run-time library: strings, bit maps, GUIDs, versions.
 * learn.microsoft.com/windows-hardware/drivers/kernel/using-run-time-library-routines
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/wdm/ + nf-wdm-<function>, ns-wdm-_<structure>, ne-wdm-_<enumeration>, nc-wdm-<callback>, all lower case.
 * A part of wdm.h: include that.
 */
#ifndef FLUE_DDI_WDM_RTL_H
#define FLUE_DDI_WDM_RTL_H

#define FAST_FAIL_LEGACY_GS_VIOLATION                           0
#define FAST_FAIL_VTGUARD_CHECK_FAILURE                         1
#define FAST_FAIL_STACK_COOKIE_CHECK_FAILURE                    2
#define FAST_FAIL_CORRUPT_LIST_ENTRY                            3
#define FAST_FAIL_INCORRECT_STACK                               4
#define FAST_FAIL_INVALID_ARG                                   5
#define FAST_FAIL_GS_COOKIE_INIT                                6
#define FAST_FAIL_FATAL_APP_EXIT                                7
#define FAST_FAIL_RANGE_CHECK_FAILURE                           8
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
#define HASH_STRING_ALGORITHM_DEFAULT                           0
#define HASH_STRING_ALGORITHM_X65599                            1
#define HASH_STRING_ALGORITHM_INVALID                           0xFFFFFFFF
#define RTL_GUID_STRING_SIZE                                    38
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
#define SEF_DEFAULT_DESCRIPTOR_FOR_OBJECT                       4
#define SEF_AVOID_PRIVILEGE_CHECK                               8
#define SEF_AVOID_OWNER_CHECK                                   0x10
#define SEF_DEFAULT_OWNER_FROM_PARENT                           0x20
#define SEF_DEFAULT_GROUP_FROM_PARENT                           0x40
#define SEF_AI_USE_EXTRA_PARAMS                                 0x00000800
#define SEF_AVOID_OWNER_RESTRICTION                             0x00001000
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
#define EXCEPTION_NONCONTINUABLE                                1
#define EXCEPTION_UNWINDING                                     2
#define EXCEPTION_EXIT_UNWIND                                   4
#define EXCEPTION_STACK_INVALID                                 8
#define EXCEPTION_NESTED_CALL                                   0x10
#define EXCEPTION_TARGET_UNWIND                                 0x20
#define EXCEPTION_COLLIDED_UNWIND                               0x40
#define EXCEPTION_UNWIND                                        102
#define EXCEPTION_MAXIMUM_PARAMETERS                            15
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

struct _EXCEPTION_RECORD {
    NTSTATUS ExceptionCode;
    ULONG ExceptionFlags;
    struct _EXCEPTION_RECORD *ExceptionRecord;
    PVOID ExceptionAddress;
    ULONG NumberParameters;
    ULONG_PTR ExceptionInformation[15];
};

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

typedef OSVERSIONINFOA OSVERSIONINFO;
typedef OSVERSIONINFOEXA OSVERSIONINFOEX;
typedef struct _CM_PARTIAL_RESOURCE_DESCRIPTOR CM_PARTIAL_RESOURCE_DESCRIPTOR, *PCM_PARTIAL_RESOURCE_DESCRIPTOR;
typedef struct _IO_RESOURCE_DESCRIPTOR IO_RESOURCE_DESCRIPTOR, *PIO_RESOURCE_DESCRIPTOR;

typedef enum _OS_DEPLOYEMENT_STATE_VALUES {
    OS_DEPLOYMENT_STANDARD = 1,
    OS_DEPLOYMENT_COMPACT,
} OS_DEPLOYEMENT_STATE_VALUES;

NTKERNELAPI void NTAPI ExRaiseStatus(NTSTATUS Status);  /* IRQL <= APC_LEVEL */
extern NTKERNELAPI PBOOLEAN NlsMbCodePageTag;
extern NTKERNELAPI PBOOLEAN NlsMbOemCodePageTag;
NTKERNELAPI NTSTATUS NTAPI RtlAnsiStringToUnicodeString(PUNICODE_STRING DestinationString, PCANSI_STRING SourceString,
    BOOLEAN AllocateDestinationString);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlAppendUnicodeStringToString(PUNICODE_STRING Destination, PCUNICODE_STRING Source);
NTKERNELAPI NTSTATUS NTAPI RtlAppendUnicodeToString(PUNICODE_STRING Destination, PCWSTR Source);
NTKERNELAPI BOOLEAN NTAPI RtlAreBitsClear(PRTL_BITMAP BitMapHeader, ULONG StartingIndex, ULONG Length);  /* IRQL <= APC_LEVEL */
NTKERNELAPI BOOLEAN NTAPI RtlAreBitsSet(PRTL_BITMAP BitMapHeader, ULONG StartingIndex, ULONG Length);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI RtlClearAllBits(PRTL_BITMAP BitMapHeader);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI RtlClearBit(PRTL_BITMAP BitMapHeader, ULONG BitNumber);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI RtlClearBits(PRTL_BITMAP BitMapHeader, ULONG StartingIndex, ULONG NumberToClear);  /* IRQL <= APC_LEVEL */
NTKERNELAPI ULONGLONG NTAPI RtlCmDecodeMemIoResource(PCM_PARTIAL_RESOURCE_DESCRIPTOR Descriptor, PULONGLONG Start);  /* any IRQL */
NTKERNELAPI NTSTATUS NTAPI RtlCmEncodeMemIoResource(PCM_PARTIAL_RESOURCE_DESCRIPTOR Descriptor, UCHAR Type, ULONGLONG Length, ULONGLONG Start);  /* any IRQL */
NTKERNELAPI SIZE_T NTAPI RtlCompareMemory(const void *Source1, const void *Source2, SIZE_T Length);  /* any IRQL */
NTKERNELAPI LONG NTAPI RtlCompareUnicodeString(PCUNICODE_STRING String1, PCUNICODE_STRING String2, BOOLEAN CaseInSensitive);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI LONG NTAPI RtlCompareUnicodeStrings(PCWCH String1, SIZE_T String1Length, PCWCH String2, SIZE_T String2Length, BOOLEAN CaseInSensitive);
NTKERNELAPI void NTAPI RtlCopyBitMap(PRTL_BITMAP Source, PRTL_BITMAP Destination, ULONG TargetBit);
NTKERNELAPI void NTAPI RtlCopyMemoryNonTemporal(__unaligned void *Destination, const __unaligned void *Source, SIZE_T Length);  /* any IRQL */
NTKERNELAPI void NTAPI RtlCopyUnicodeString(PUNICODE_STRING DestinationString, PCUNICODE_STRING SourceString);  /* any IRQL */
NTKERNELAPI ULONG NTAPI RtlCrc32(const void *Buffer, size_t Size, ULONG InitialCrc);
NTKERNELAPI ULONGLONG NTAPI RtlCrc64(const void *Buffer, size_t Size, ULONGLONG InitialCrc);
NTKERNELAPI WCHAR NTAPI RtlDowncaseUnicodeChar(WCHAR SourceCharacter);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI BOOLEAN NTAPI RtlEqualUnicodeString(PCUNICODE_STRING String1, PCUNICODE_STRING String2, BOOLEAN CaseInSensitive);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI RtlExtractBitMap(PRTL_BITMAP Source, PRTL_BITMAP Destination, ULONG TargetBit, ULONG NumberOfBits);
NTKERNELAPI ULONG NTAPI RtlFindClearBits(PRTL_BITMAP BitMapHeader, ULONG NumberToFind, ULONG HintIndex);  /* IRQL <= APC_LEVEL */
NTKERNELAPI ULONG NTAPI RtlFindClearBitsAndSet(PRTL_BITMAP BitMapHeader, ULONG NumberToFind, ULONG HintIndex);  /* IRQL <= APC_LEVEL */
NTKERNELAPI ULONG NTAPI RtlFindClearRuns(PRTL_BITMAP BitMapHeader, PRTL_BITMAP_RUN RunArray, ULONG SizeOfRunArray, BOOLEAN LocateLongestRuns);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlFindClosestEncodableLength(ULONGLONG SourceLength, PULONGLONG TargetLength);
NTKERNELAPI ULONG NTAPI RtlFindFirstRunClear(PRTL_BITMAP BitMapHeader, PULONG StartingIndex);  /* IRQL <= APC_LEVEL */
NTKERNELAPI ULONG NTAPI RtlFindLastBackwardRunClear(PRTL_BITMAP BitMapHeader, ULONG FromIndex, PULONG StartingRunIndex);  /* IRQL <= APC_LEVEL */
NTKERNELAPI CCHAR NTAPI RtlFindLeastSignificantBit(ULONGLONG Set);  /* any IRQL */
NTKERNELAPI ULONG NTAPI RtlFindLongestRunClear(PRTL_BITMAP BitMapHeader, PULONG StartingIndex);  /* IRQL <= APC_LEVEL */
NTKERNELAPI CCHAR NTAPI RtlFindMostSignificantBit(ULONGLONG Set);  /* any IRQL */
NTKERNELAPI ULONG NTAPI RtlFindNextForwardRunClear(PRTL_BITMAP BitMapHeader, ULONG FromIndex, PULONG StartingRunIndex);  /* IRQL <= APC_LEVEL */
NTKERNELAPI ULONG NTAPI RtlFindSetBits(PRTL_BITMAP BitMapHeader, ULONG NumberToFind, ULONG HintIndex);  /* IRQL <= APC_LEVEL */
NTKERNELAPI ULONG NTAPI RtlFindSetBitsAndClear(PRTL_BITMAP BitMapHeader, ULONG NumberToFind, ULONG HintIndex);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI RtlFreeAnsiString(PANSI_STRING AnsiString);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI RtlFreeUnicodeString(PUNICODE_STRING UnicodeString);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlGUIDFromString(PCUNICODE_STRING GuidString, GUID *Guid);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlGenerateClass5Guid(const GUID *const NamespaceGuid, PVOID Buffer, ULONG BufferSize, GUID *Guid);
NTKERNELAPI NTSTATUS NTAPI RtlGetVersion(PRTL_OSVERSIONINFOW lpVersionInformation);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlHashUnicodeString(PCUNICODE_STRING String, BOOLEAN CaseInSensitive, ULONG HashAlgorithm, PULONG HashValue);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI RtlInitAnsiString(PANSI_STRING DestinationString, PCSZ SourceString);  /* any IRQL */
NTKERNELAPI NTSTATUS NTAPI RtlInitAnsiStringEx(PANSI_STRING DestinationString, PCSZ SourceString);
NTKERNELAPI void NTAPI RtlInitString(PSTRING DestinationString, PCSZ SourceString);
NTKERNELAPI NTSTATUS NTAPI RtlInitStringEx(PSTRING DestinationString, PCSZ SourceString);
NTKERNELAPI void NTAPI RtlInitUnicodeString(PUNICODE_STRING DestinationString, PCWSTR SourceString);
NTKERNELAPI void NTAPI RtlInitializeBitMap(PRTL_BITMAP BitMapHeader, PULONG BitMapBuffer, ULONG SizeOfBitMap);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlInt64ToUnicodeString(ULONGLONG Value, ULONG Base, PUNICODE_STRING String);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlIntegerToUnicodeString(ULONG Value, ULONG Base, PUNICODE_STRING String);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI ULONGLONG NTAPI RtlIoDecodeMemIoResource(PIO_RESOURCE_DESCRIPTOR Descriptor, PULONGLONG Alignment, PULONGLONG MinimumAddress,
    PULONGLONG MaximumAddress);  /* any IRQL */
NTKERNELAPI NTSTATUS NTAPI RtlIoEncodeMemIoResource(PIO_RESOURCE_DESCRIPTOR Descriptor, UCHAR Type, ULONGLONG Length, ULONGLONG Alignment,
    ULONGLONG MinimumAddress, ULONGLONG MaximumAddress);  /* any IRQL */
NTKERNELAPI BOOLEAN NTAPI RtlIsNtDdiVersionAvailable(ULONG Version);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI BOOLEAN NTAPI RtlIsServicePackVersionInstalled(ULONG Version);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlIsUntrustedObject(HANDLE Handle, PVOID Object, PBOOLEAN UntrustedObject);
NTKERNELAPI ULONG NTAPI RtlNumberOfClearBits(PRTL_BITMAP BitMapHeader);  /* IRQL <= APC_LEVEL */
NTKERNELAPI ULONG NTAPI RtlNumberOfClearBitsInRange(PRTL_BITMAP BitMapHeader, ULONG StartingIndex, ULONG Length);
NTKERNELAPI ULONG NTAPI RtlNumberOfSetBits(PRTL_BITMAP BitMapHeader);  /* IRQL <= APC_LEVEL */
NTKERNELAPI ULONG NTAPI RtlNumberOfSetBitsInRange(PRTL_BITMAP BitMapHeader, ULONG StartingIndex, ULONG Length);
NTKERNELAPI ULONG NTAPI RtlNumberOfSetBitsUlongPtr(ULONG_PTR Target);  /* any IRQL */
NTKERNELAPI OS_DEPLOYEMENT_STATE_VALUES NTAPI RtlOsDeploymentState(ULONG Flags);
NTKERNELAPI void NTAPI RtlPrefetchMemoryNonTemporal(PVOID Source, SIZE_T Length);  /* any IRQL */
NTKERNELAPI ULONG NTAPI RtlQueryValidationRunlevel(PCUNICODE_STRING ComponentName);
NTKERNELAPI void NTAPI RtlSetAllBits(PRTL_BITMAP BitMapHeader);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI RtlSetBit(PRTL_BITMAP BitMapHeader, ULONG BitNumber);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI RtlSetBits(PRTL_BITMAP BitMapHeader, ULONG StartingIndex, ULONG NumberToSet);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlStringFromGUID(const GUID *const Guid, PUNICODE_STRING GuidString);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI BOOLEAN NTAPI RtlTestBit(PRTL_BITMAP BitMapHeader, ULONG BitNumber);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlUTF8ToUnicodeN(PWSTR UnicodeStringDestination, ULONG UnicodeStringMaxByteCount, PULONG UnicodeStringActualByteCount,
    PCCH UTF8StringSource, ULONG UTF8StringByteCount);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlUnicodeStringToAnsiString(PANSI_STRING DestinationString, PCUNICODE_STRING SourceString,
    BOOLEAN AllocateDestinationString);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlUnicodeStringToInt64(PCUNICODE_STRING String, ULONG Base, PLONG64 Number, PWSTR *EndPointer);
NTKERNELAPI NTSTATUS NTAPI RtlUnicodeStringToInteger(PCUNICODE_STRING String, ULONG Base, PULONG Value);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlUnicodeToUTF8N(PCHAR UTF8StringDestination, ULONG UTF8StringMaxByteCount, PULONG UTF8StringActualByteCount,
    PCWCH UnicodeStringSource, ULONG UnicodeStringByteCount);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI WCHAR NTAPI RtlUpcaseUnicodeChar(WCHAR SourceCharacter);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlVerifyVersionInfo(PRTL_OSVERSIONINFOEXW VersionInfo, ULONG TypeMask, ULONGLONG ConditionMask);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI ULONG NTAPI RtlxAnsiStringToUnicodeSize(PCANSI_STRING AnsiString);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI ULONG NTAPI RtlxUnicodeStringToAnsiSize(PCUNICODE_STRING UnicodeString);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI ULONGLONG NTAPI VerSetConditionMask(ULONGLONG ConditionMask, ULONG TypeMask, UCHAR Condition);

#endif
