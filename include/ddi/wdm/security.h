/*
 * wdm/security.h: security descriptors, privileges, access.
 * learn.microsoft.com/windows-hardware/drivers/kernel/windows-security-model-for-driver-developers
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/wdm/ + nf-wdm-<function>, ns-wdm-_<structure>, ne-wdm-_<enumeration>, nc-wdm-<callback>, all lower case.
 * A part of wdm.h: include that.
 */
#ifndef FLUE_DDI_WDM_SECURITY_H
#define FLUE_DDI_WDM_SECURITY_H

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
#define SECURITY_DYNAMIC_TRACKING                               1
#define SECURITY_STATIC_TRACKING                                0
#define OWNER_SECURITY_INFORMATION                              1
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
#define SEF_DACL_AUTO_INHERIT                                   1
#define SEF_SACL_AUTO_INHERIT                                   2
#define SEF_MACL_NO_WRITE_UP                                    0x00000100
#define SEF_MACL_NO_READ_UP                                     0x00000200
#define SEF_MACL_NO_EXECUTE_UP                                  0x00000400
#define SEF_MACL_VALID_FLAGS                                    0x00000700
#define INITIAL_PRIVILEGE_COUNT                                 3

typedef ULONG ACCESS_MASK;
typedef BOOLEAN SECURITY_CONTEXT_TRACKING_MODE;
typedef ULONG SECURITY_INFORMATION;

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

typedef LUID_AND_ATTRIBUTES LUID_AND_ATTRIBUTES_ARRAY[1];
typedef ACCESS_MASK *PACCESS_MASK;
typedef LUID_AND_ATTRIBUTES_ARRAY *PLUID_AND_ATTRIBUTES_ARRAY;
typedef BOOLEAN *PSECURITY_CONTEXT_TRACKING_MODE;
typedef ULONG *PSECURITY_INFORMATION;

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
typedef void NTAPI SE_IMAGE_VERIFICATION_CALLBACK_FUNCTION(PVOID CallbackContext, SE_IMAGE_TYPE ImageType, PBDCB_IMAGE_INFORMATION ImageInformation);
typedef SE_IMAGE_VERIFICATION_CALLBACK_FUNCTION *PSE_IMAGE_VERIFICATION_CALLBACK_FUNCTION;
typedef PVOID *PSE_IMAGE_VERIFICATION_CALLBACK_TOKEN;

typedef enum _SE_IMAGE_VERIFICATION_CALLBACK_TYPE {
    SeImageVerificationCallbackInformational,
} SE_IMAGE_VERIFICATION_CALLBACK_TYPE, *PSE_IMAGE_VERIFICATION_CALLBACK_TYPE;

typedef PVOID PSID;
typedef PVOID SE_IMAGE_VERIFICATION_CALLBACK_TOKEN;
typedef CCHAR KPROCESSOR_MODE;

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

struct _OBJECT_TYPE;
typedef struct _OBJECT_TYPE *POBJECT_TYPE;

NTKERNELAPI NTSTATUS NTAPI RtlCreateSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor, ULONG Revision);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI ULONG NTAPI RtlLengthSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlSetDaclSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor, BOOLEAN DaclPresent, PACL Dacl,
    BOOLEAN DaclDefaulted);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI BOOLEAN NTAPI RtlValidRelativeSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptorInput, ULONG SecurityDescriptorLength,
    SECURITY_INFORMATION RequiredInformation);  /* IRQL <= APC_LEVEL */
NTKERNELAPI BOOLEAN NTAPI RtlValidSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI BOOLEAN NTAPI SeAccessCheck(PSECURITY_DESCRIPTOR SecurityDescriptor, PSECURITY_SUBJECT_CONTEXT SubjectSecurityContext,
    BOOLEAN SubjectContextLocked, ACCESS_MASK DesiredAccess, ACCESS_MASK PreviouslyGrantedAccess, PPRIVILEGE_SET *Privileges,
    PGENERIC_MAPPING GenericMapping, KPROCESSOR_MODE AccessMode, PACCESS_MASK GrantedAccess, PNTSTATUS AccessStatus);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI SeAssignSecurity(PSECURITY_DESCRIPTOR ParentDescriptor, PSECURITY_DESCRIPTOR ExplicitDescriptor,
    PSECURITY_DESCRIPTOR *NewDescriptor, BOOLEAN IsDirectoryObject, PSECURITY_SUBJECT_CONTEXT SubjectContext, PGENERIC_MAPPING GenericMapping,
    POOL_TYPE PoolType);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI SeAssignSecurityEx(PSECURITY_DESCRIPTOR ParentDescriptor, PSECURITY_DESCRIPTOR ExplicitDescriptor,
    PSECURITY_DESCRIPTOR *NewDescriptor, GUID *ObjectType, BOOLEAN IsDirectoryObject, ULONG AutoInheritFlags,
    PSECURITY_SUBJECT_CONTEXT SubjectContext, PGENERIC_MAPPING GenericMapping, POOL_TYPE PoolType);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI SeCaptureSubjectContext(PSECURITY_SUBJECT_CONTEXT SubjectContext);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI ULONG NTAPI SeComputeAutoInheritByObjectType(PVOID ObjectType, PSECURITY_DESCRIPTOR SecurityDescriptor,
    PSECURITY_DESCRIPTOR ParentSecurityDescriptor);
NTKERNELAPI NTSTATUS NTAPI SeDeassignSecurity(PSECURITY_DESCRIPTOR *SecurityDescriptor);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI SeEtwWriteKMCveEvent(PCUNICODE_STRING CveId, PCUNICODE_STRING AdditionalDetails);
NTKERNELAPI void NTAPI SeLockSubjectContext(PSECURITY_SUBJECT_CONTEXT SubjectContext);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI ULONG NTAPI SeObjectCreateSaclAccessBits(PSECURITY_DESCRIPTOR SecurityDescriptor);
NTKERNELAPI NTSTATUS NTAPI SeRegisterImageVerificationCallback(SE_IMAGE_TYPE ImageType, SE_IMAGE_VERIFICATION_CALLBACK_TYPE CallbackType,
    PSE_IMAGE_VERIFICATION_CALLBACK_FUNCTION CallbackFunction, PVOID CallbackContext, SE_IMAGE_VERIFICATION_CALLBACK_TOKEN Token,
    PVOID *CallbackHandle);
NTKERNELAPI void NTAPI SeReleaseSubjectContext(PSECURITY_SUBJECT_CONTEXT SubjectContext);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI SeReportSecurityEvent(ULONG Flags, PUNICODE_STRING SourceName, PSID UserSid, PSE_ADT_PARAMETER_ARRAY AuditParameters);
NTKERNELAPI NTSTATUS NTAPI SeSetAuditParameter(PSE_ADT_PARAMETER_ARRAY AuditParameters, SE_ADT_PARAMETER_TYPE Type, ULONG Index, PVOID Data);
extern NTKERNELAPI POBJECT_TYPE *SeTokenObjectType;
NTKERNELAPI void NTAPI SeUnlockSubjectContext(PSECURITY_SUBJECT_CONTEXT SubjectContext);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI SeUnregisterImageVerificationCallback(PVOID CallbackHandle);
NTKERNELAPI BOOLEAN NTAPI SeValidSecurityDescriptor(ULONG Length, PSECURITY_DESCRIPTOR SecurityDescriptor);  /* IRQL PASSIVE_LEVEL */

#endif
