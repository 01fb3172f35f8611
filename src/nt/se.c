/*
 * Security, as far as drivers touch it: descriptors, SIDs and ACLs as data, and access checks. The caller is always LocalSystem: a check
 * grants what is asked for (with GENERIC rights mapped), unless the descriptor has an empty DACL for a user-mode caller. Pages: wdm
 * SeAccessCheck, RtlCreateSecurityDescriptor; ntifs Rtl*Sid, Rtl*Acl.
 */
#include "nt/exec.h"
#include <ntifs.h>
#include <string.h>

/* Absolute and self-relative security descriptors, and what of them the DDI leaves opaque to drivers. Page: ntifs SECURITY_DESCRIPTOR. */
struct sd {
	UCHAR Revision, Sbz1;
	USHORT Control;
	PSID Owner, Group;
	PACL Sacl, Dacl;
};
struct sd_relative {
	UCHAR Revision, Sbz1;
	USHORT Control;
	ULONG Owner, Group, Sacl, Dacl;
};
_Static_assert(sizeof(struct sd) == 40 && sizeof(struct sd_relative) == 20, "security descriptors");
#define DACL_PRESENT   0x0004
#define DACL_DEFAULTED 0x0008
#define SELF_RELATIVE  0x8000
#define TAG_SE         0x63656553u /* "Seec" */

VOID NTAPI RtlMapGenericMask(PACCESS_MASK AccessMask, PGENERIC_MAPPING M)
{
	ACCESS_MASK a = *AccessMask;
	if (a & GENERIC_READ)
		a |= M->GenericRead;
	if (a & GENERIC_WRITE)
		a |= M->GenericWrite;
	if (a & GENERIC_EXECUTE)
		a |= M->GenericExecute;
	if (a & GENERIC_ALL)
		a |= M->GenericAll;
	*AccessMask = a & ~(GENERIC_READ | GENERIC_WRITE | GENERIC_EXECUTE | GENERIC_ALL);
}

/* ---- subject contexts */
VOID NTAPI SeCaptureSubjectContext(PSECURITY_SUBJECT_CONTEXT C)
{
	memset(C, 0, sizeof *C);
	C->PrimaryToken = PsReferencePrimaryToken(IoGetCurrentProcess());
	C->ProcessAuditId = (PVOID)4;
}
VOID NTAPI SeReleaseSubjectContext(PSECURITY_SUBJECT_CONTEXT C)
{
	if (C->PrimaryToken)
		PsDereferencePrimaryToken(C->PrimaryToken);
	C->PrimaryToken = NULL;
}
VOID NTAPI SeLockSubjectContext(PSECURITY_SUBJECT_CONTEXT C)
{
}
VOID NTAPI SeUnlockSubjectContext(PSECURITY_SUBJECT_CONTEXT C)
{
}
BOOLEAN NTAPI SeSinglePrivilegeCheck(LUID PrivilegeValue, KPROCESSOR_MODE PreviousMode)
{
	return TRUE;
}
BOOLEAN NTAPI SeTokenIsAdmin(PACCESS_TOKEN Token)
{
	return TRUE;
}

static PACL dacl_of(PSECURITY_DESCRIPTOR sd, bool *present)
{
	struct sd_relative *r = sd;
	struct sd *a = sd;
	*present = r->Control & DACL_PRESENT;
	if (!*present)
		return NULL;
	return r->Control & SELF_RELATIVE ? (r->Dacl ? (PACL)((char *)sd + r->Dacl) : NULL) : a->Dacl;
}

BOOLEAN NTAPI SeAccessCheck(PSECURITY_DESCRIPTOR SecurityDescriptor, PSECURITY_SUBJECT_CONTEXT Subject, BOOLEAN Locked,
                            ACCESS_MASK DesiredAccess, ACCESS_MASK PreviouslyGranted, PPRIVILEGE_SET *Privileges, PGENERIC_MAPPING Mapping,
                            KPROCESSOR_MODE AccessMode, PACCESS_MASK GrantedAccess, PNTSTATUS AccessStatus)
{
	bool present = false;
	PACL dacl = SecurityDescriptor ? dacl_of(SecurityDescriptor, &present) : NULL;
	ACCESS_MASK a = DesiredAccess;
	if (a & MAXIMUM_ALLOWED)
		a = (a & ~MAXIMUM_ALLOWED) | Mapping->GenericAll;
	RtlMapGenericMask(&a, Mapping);
	bool denied = AccessMode != KernelMode && present && dacl && !dacl->AceCount;
	*GrantedAccess = denied ? PreviouslyGranted : a | PreviouslyGranted;
	*AccessStatus = denied ? STATUS_ACCESS_DENIED : STATUS_SUCCESS;
	if (Privileges)
		*Privileges = NULL;
	return !denied;
}

/* ---- SIDs */
struct sid {
	UCHAR revision, count, authority[6];
	ULONG sub[2];
};
static struct sid local_system = {1, 1, {0, 0, 0, 0, 0, 5}, {18}}, administrators = {1, 2, {0, 0, 0, 0, 0, 5}, {32, 544}};

ULONG NTAPI RtlLengthSid(PSID Sid)
{
	return 8 + 4u * ((struct sid *)Sid)->count;
}
ULONG NTAPI RtlLengthRequiredSid(ULONG SubAuthorityCount)
{
	return 8 + 4 * SubAuthorityCount;
}
BOOLEAN NTAPI RtlValidSid(PSID Sid)
{
	struct sid *s = Sid;
	return s && s->revision == 1 && s->count <= 15;
}
BOOLEAN NTAPI RtlEqualSid(PSID A, PSID B)
{
	return ((struct sid *)A)->count == ((struct sid *)B)->count && !memcmp(A, B, RtlLengthSid(A));
}
NTSTATUS NTAPI RtlCopySid(ULONG Length, PSID Destination, PSID Source)
{
	if (Length < RtlLengthSid(Source))
		return STATUS_BUFFER_TOO_SMALL;
	memcpy(Destination, Source, RtlLengthSid(Source));
	return STATUS_SUCCESS;
}
NTSTATUS NTAPI RtlInitializeSid(PSID Sid, const UCHAR *Authority, UCHAR Count)
{
	struct sid *s = Sid;
	if (Count > 15)
		return STATUS_INVALID_PARAMETER;
	s->revision = 1;
	s->count = Count;
	memcpy(s->authority, Authority, 6);
	return STATUS_SUCCESS;
}
PULONG NTAPI RtlSubAuthoritySid(PSID Sid, ULONG Index)
{
	return (PULONG)((char *)Sid + 8) + Index;
}
PUCHAR NTAPI RtlSubAuthorityCountSid(PSID Sid)
{
	return &((struct sid *)Sid)->count;
}

/* ---- ACLs */
NTSTATUS NTAPI RtlCreateAcl(PACL Acl, ULONG Length, ULONG Revision)
{
	if (Length < sizeof *Acl)
		return STATUS_BUFFER_TOO_SMALL;
	if (Revision < 2 || Revision > 4 || Length > 0xffff)
		return STATUS_INVALID_PARAMETER;
	*Acl = (ACL){.AclRevision = (UCHAR)Revision, .AclSize = (USHORT)(Length & ~3u)};
	return STATUS_SUCCESS;
}
static NTSTATUS add_allowed(PACL acl, UCHAR flags, ACCESS_MASK mask, PSID sid)
{
	struct ace {
		UCHAR type, flags;
		USHORT size;
		ACCESS_MASK mask;
		UCHAR sid[];
	} * a;
	char *at = (char *)(acl + 1), *end = (char *)acl + acl->AclSize;
	for (USHORT i = 0; i < acl->AceCount && at + 4 <= end; i++)
		at += ((struct ace *)at)->size;
	USHORT size = (USHORT)(8 + RtlLengthSid(sid));
	if (at + size > end)
		return STATUS_ALLOTTED_SPACE_EXCEEDED;
	a = (struct ace *)at;
	a->type = 0; /* ACCESS_ALLOWED_ACE_TYPE */
	a->flags = flags;
	a->size = size;
	a->mask = mask;
	memcpy(a->sid, sid, RtlLengthSid(sid));
	acl->AceCount++;
	return STATUS_SUCCESS;
}
NTSTATUS NTAPI RtlAddAccessAllowedAce(PACL Acl, ULONG AceRevision, ACCESS_MASK AccessMask, PSID Sid)
{
	return add_allowed(Acl, 0, AccessMask, Sid);
}
NTSTATUS NTAPI RtlAddAccessAllowedAceEx(PACL Acl, ULONG AceRevision, ULONG AceFlags, ACCESS_MASK AccessMask, PSID Sid)
{
	return add_allowed(Acl, (UCHAR)AceFlags, AccessMask, Sid);
}
NTSTATUS NTAPI RtlGetAce(PACL Acl, ULONG AceIndex, PVOID *Ace)
{
	char *at = (char *)(Acl + 1);
	if (AceIndex >= Acl->AceCount)
		return STATUS_INVALID_PARAMETER;
	while (AceIndex--)
		at += *(USHORT *)(at + 2);
	*Ace = at;
	return STATUS_SUCCESS;
}

/* ---- descriptors, absolute and self-relative */
NTSTATUS NTAPI RtlCreateSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor, ULONG Revision)
{
	struct sd *d = SecurityDescriptor;
	if (Revision != 1)
		return STATUS_UNKNOWN_REVISION;
	memset(d, 0, sizeof *d);
	d->Revision = 1;
	return STATUS_SUCCESS;
}
NTSTATUS NTAPI RtlSetDaclSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor, BOOLEAN DaclPresent, PACL Dacl, BOOLEAN DaclDefaulted)
{
	struct sd *d = SecurityDescriptor;
	if (d->Revision != 1)
		return STATUS_UNKNOWN_REVISION;
	if (d->Control & SELF_RELATIVE)
		return STATUS_INVALID_SECURITY_DESCR;
	d->Control = (USHORT)((d->Control & ~(DACL_PRESENT | DACL_DEFAULTED)) | (DaclPresent ? DACL_PRESENT : 0) |
	                      (DaclPresent && DaclDefaulted ? DACL_DEFAULTED : 0));
	d->Dacl = DaclPresent ? Dacl : NULL;
	return STATUS_SUCCESS;
}
NTSTATUS NTAPI RtlGetDaclSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor, PBOOLEAN DaclPresent, PACL *Dacl,
                                            PBOOLEAN DaclDefaulted)
{
	bool present;
	PACL a = dacl_of(SecurityDescriptor, &present);
	*DaclPresent = present;
	*Dacl = a;
	*DaclDefaulted = (((struct sd *)SecurityDescriptor)->Control & DACL_DEFAULTED) != 0;
	return STATUS_SUCCESS;
}
NTSTATUS NTAPI RtlSetOwnerSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor, PSID Owner, BOOLEAN Defaulted)
{
	struct sd *d = SecurityDescriptor;
	if (d->Control & SELF_RELATIVE)
		return STATUS_INVALID_SECURITY_DESCR;
	d->Owner = Owner;
	return STATUS_SUCCESS;
}
NTSTATUS NTAPI RtlSetGroupSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor, PSID Group, BOOLEAN Defaulted)
{
	struct sd *d = SecurityDescriptor;
	if (d->Control & SELF_RELATIVE)
		return STATUS_INVALID_SECURITY_DESCR;
	d->Group = Group;
	return STATUS_SUCCESS;
}
BOOLEAN NTAPI RtlValidSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor)
{
	bool present;
	if (!SecurityDescriptor || ((struct sd *)SecurityDescriptor)->Revision != 1)
		return FALSE;
	PACL a = dacl_of(SecurityDescriptor, &present);
	return !a || (a->AclRevision >= 2 && a->AclRevision <= 4 && a->AclSize >= sizeof *a);
}
BOOLEAN NTAPI SeValidSecurityDescriptor(ULONG Length, PSECURITY_DESCRIPTOR SecurityDescriptor)
{
	struct sd_relative *r = SecurityDescriptor;
	return Length >= sizeof *r && (r->Control & SELF_RELATIVE) && r->Dacl < Length && r->Owner < Length && r->Group < Length &&
	       RtlValidSecurityDescriptor(SecurityDescriptor);
}
ULONG NTAPI RtlLengthSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor)
{
	struct sd *d = SecurityDescriptor;
	bool present;
	PACL a = dacl_of(d, &present);
	ULONG n = d->Control & SELF_RELATIVE ? sizeof(struct sd_relative) : sizeof *d;
	if (!(d->Control & SELF_RELATIVE)) {
		n += d->Owner ? (RtlLengthSid(d->Owner) + 3) & ~3u : 0;
		n += d->Group ? (RtlLengthSid(d->Group) + 3) & ~3u : 0;
	}
	return n + (a ? (ULONG)ALIGN_UP_TO(a->AclSize, 4) : 0);
}

NTSTATUS NTAPI RtlAbsoluteToSelfRelativeSD(PSECURITY_DESCRIPTOR Absolute, PSECURITY_DESCRIPTOR SelfRelative, PULONG BufferLength)
{
	struct sd *d = Absolute;
	struct sd_relative *r = SelfRelative;
	if (d->Control & SELF_RELATIVE)
		return STATUS_BAD_DESCRIPTOR_FORMAT;
	ULONG owner = d->Owner ? (RtlLengthSid(d->Owner) + 3) & ~3u : 0, group = d->Group ? (RtlLengthSid(d->Group) + 3) & ~3u : 0;
	ULONG dacl = d->Dacl ? (d->Dacl->AclSize + 3u) & ~3u : 0, need = (ULONG)sizeof *r + owner + group + dacl, at = sizeof *r;
	if (*BufferLength < need) {
		*BufferLength = need;
		return STATUS_BUFFER_TOO_SMALL;
	}
	memset(r, 0, need);
	r->Revision = 1;
	r->Control = (USHORT)(d->Control | SELF_RELATIVE);
	if (owner) {
		r->Owner = at;
		memcpy((char *)r + at, d->Owner, RtlLengthSid(d->Owner));
		at += owner;
	}
	if (group) {
		r->Group = at;
		memcpy((char *)r + at, d->Group, RtlLengthSid(d->Group));
		at += group;
	}
	if (dacl) {
		r->Dacl = at;
		memcpy((char *)r + at, d->Dacl, d->Dacl->AclSize);
	}
	*BufferLength = need;
	return STATUS_SUCCESS;
}

/* ---- what objects carry: a DACL that lets SYSTEM and administrators do everything */
NTSTATUS NTAPI ObGetObjectSecurity(PVOID Object, PSECURITY_DESCRIPTOR *SecurityDescriptor, PBOOLEAN MemoryAllocated)
{
	size_t acl_bytes = sizeof(ACL) + 2 * 8 + RtlLengthSid(&local_system) + RtlLengthSid(&administrators);
	struct sd_relative *r = nt_pool_alloc_for(nt_caller(), PagedPool, sizeof *r + acl_bytes, TAG_SE, true);
	if (!r)
		return STATUS_INSUFFICIENT_RESOURCES;
	r->Revision = 1;
	r->Control = SELF_RELATIVE | DACL_PRESENT;
	r->Dacl = sizeof *r;
	PACL a = (PACL)(r + 1);
	RtlCreateAcl(a, (ULONG)acl_bytes, 2);
	add_allowed(a, 0, 0x1f01ff, &local_system);
	add_allowed(a, 0, 0x1f01ff, &administrators);
	*SecurityDescriptor = r;
	*MemoryAllocated = TRUE;
	return STATUS_SUCCESS;
}
VOID NTAPI ObReleaseObjectSecurity(PSECURITY_DESCRIPTOR SecurityDescriptor, BOOLEAN MemoryAllocated)
{
	if (MemoryAllocated)
		ExFreePool(SecurityDescriptor);
}
NTSTATUS NTAPI SeAssignSecurity(PSECURITY_DESCRIPTOR Parent, PSECURITY_DESCRIPTOR Explicit, PSECURITY_DESCRIPTOR *New, BOOLEAN IsDirectory,
                                PSECURITY_SUBJECT_CONTEXT Subject, PGENERIC_MAPPING Mapping, POOL_TYPE PoolType)
{
	BOOLEAN allocated;
	return ObGetObjectSecurity(NULL, New, &allocated);
}
NTSTATUS NTAPI SeDeassignSecurity(PSECURITY_DESCRIPTOR *SecurityDescriptor)
{
	if (*SecurityDescriptor)
		ExFreePool(*SecurityDescriptor);
	*SecurityDescriptor = NULL;
	return STATUS_SUCCESS;
}
NTSTATUS NTAPI ZwSetSecurityObject(HANDLE Handle, SECURITY_INFORMATION SecurityInformation, PSECURITY_DESCRIPTOR SecurityDescriptor)
{
	return nt_handle_body(Handle, NULL) ? STATUS_SUCCESS : STATUS_INVALID_HANDLE; /* who may open what is decided by the lab */
}
NTSTATUS NTAPI ZwQuerySecurityObject(HANDLE Handle, SECURITY_INFORMATION SecurityInformation, PSECURITY_DESCRIPTOR SecurityDescriptor,
                                     ULONG Length, PULONG LengthNeeded)
{
	PSECURITY_DESCRIPTOR sd;
	BOOLEAN allocated;
	void *body = nt_handle_body(Handle, NULL);
	if (!body)
		return STATUS_INVALID_HANDLE;
	NTSTATUS st = ObGetObjectSecurity(body, &sd, &allocated);
	if (st)
		return st;
	*LengthNeeded = RtlLengthSecurityDescriptor(sd);
	if (Length < *LengthNeeded)
		st = STATUS_BUFFER_TOO_SMALL;
	else
		memcpy(SecurityDescriptor, sd, *LengthNeeded);
	ObReleaseObjectSecurity(sd, allocated);
	return st;
}
