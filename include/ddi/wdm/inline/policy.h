/*
 * wdm/inline/policy.h: rarely used macros of wdm.h: image policy tables, GUID declarations, audit and impersonation helpers.
 */
#ifndef FLUE_DDI_WDM_INLINE_POLICY_H
#define FLUE_DDI_WDM_INLINE_POLICY_H

#define IMAGE_POLICY_START(_ApplicationId_)                                                                                                       \
    const IMAGE_POLICY_METADATA _ImagePolicyMetadata = {IMAGE_POLICY_METADATA_VERSION, {0}, (_ApplicationId_), {
#define IMAGE_POLICY_END() {ImagePolicyEntryTypeNone, ImagePolicyIdNone, {NULL}}}}
#define IMAGE_POLICY_BOOL(_PolicyId_, _Value_) {ImagePolicyEntryTypeBool, (_PolicyId_), {(const void *)(ULONG_PTR)(_Value_)}},
#define DDI_IMAGE_POLICY(type, _PolicyId_, _Value_) {ImagePolicyEntryType##type, (_PolicyId_), {(const void *)(ULONG_PTR)(_Value_)}},
#define IMAGE_POLICY_INT8(_PolicyId_, _Value_) DDI_IMAGE_POLICY(Int8, _PolicyId_, _Value_)
#define IMAGE_POLICY_UINT8(_PolicyId_, _Value_) DDI_IMAGE_POLICY(UInt8, _PolicyId_, _Value_)
#define IMAGE_POLICY_INT16(_PolicyId_, _Value_) DDI_IMAGE_POLICY(Int16, _PolicyId_, _Value_)
#define IMAGE_POLICY_UINT16(_PolicyId_, _Value_) DDI_IMAGE_POLICY(UInt16, _PolicyId_, _Value_)
#define IMAGE_POLICY_INT32(_PolicyId_, _Value_) DDI_IMAGE_POLICY(Int32, _PolicyId_, _Value_)
#define IMAGE_POLICY_UINT32(_PolicyId_, _Value_) DDI_IMAGE_POLICY(UInt32, _PolicyId_, _Value_)
#define IMAGE_POLICY_INT64(_PolicyId_, _Value_) DDI_IMAGE_POLICY(Int64, _PolicyId_, _Value_)
#define IMAGE_POLICY_UINT64(_PolicyId_, _Value_) DDI_IMAGE_POLICY(UInt64, _PolicyId_, _Value_)
#define IMAGE_POLICY_ANSI_STRING(_PolicyId_, _Value_) DDI_IMAGE_POLICY(AnsiString, _PolicyId_, _Value_)
#define IMAGE_POLICY_UNICODE_STRING(_PolicyId_, _Value_) DDI_IMAGE_POLICY(UnicodeString, _PolicyId_, _Value_)

#define DEFINE_GUIDEX(name) extern const GUID name
#define STATICGUIDOF(guid) STATIC_##guid
#define VALID_IMPERSONATION_LEVEL(L) (((L) >= SECURITY_MIN_IMPERSONATION_LEVEL) && ((L) <= SECURITY_MAX_IMPERSONATION_LEVEL))
#define IS_VALIDATION_ENABLED(C, L) ((L) & (C))
#define LSAP_SE_ADT_PARAMETER_ARRAY_TRUE_SIZE(AuditParameters)                                                                                    \
    (sizeof(SE_ADT_PARAMETER_ARRAY) - sizeof(SE_ADT_PARAMETER_ARRAY_ENTRY) * (SE_MAX_AUDIT_PARAMETERS - (AuditParameters)->ParameterCount))
#define LOOKASIDE_CHECK(f) C_ASSERT(FIELD_OFFSET(GENERAL_LOOKASIDE, f) == FIELD_OFFSET(GENERAL_LOOKASIDE_POOL, f))
#define ASSERT_DEVICE_QUEUE(E) NT_ASSERT((E)->Type == DeviceQueueObject)
#define ASSERT_DPC(Object) NT_ASSERT((Object)->Type == 0 || (Object)->Type == DpcObject || (Object)->Type == ThreadedDpcObject)

/* RtlQueryRegistryValues with the stricter checks of later systems when they export them. */
DDI_INLINE NTSTATUS RtlxQueryRegistryValues(ULONG RelativeTo, PCWSTR Path, PRTL_QUERY_REGISTRY_TABLE QueryTable, PVOID Context, PVOID Environment)
{
    typedef NTSTATUS(NTAPI * query)(ULONG, PCWSTR, PRTL_QUERY_REGISTRY_TABLE, PVOID, PVOID);
    UNICODE_STRING name;
    query strict;
    static const WCHAR ex[] = {'R', 't', 'l', 'Q', 'u', 'e', 'r', 'y', 'R', 'e', 'g', 'i', 's', 't', 'r', 'y', 'V', 'a', 'l', 'u', 'e', 's', 'E', 'x', 0};
    RtlInitUnicodeString(&name, ex);
    strict = (query)MmGetSystemRoutineAddress(&name);
    return strict ? strict(RelativeTo, Path, QueryTable, Context, Environment) : RtlQueryRegistryValues(RelativeTo, Path, QueryTable, Context, Environment);
}

#endif
