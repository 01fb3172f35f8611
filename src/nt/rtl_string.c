/*
 * Counted strings: STRING and UNICODE_STRING. Pages: wdm/ntifs Rtl*String*. Lengths are bytes; terminators are never counted. ANSI is UTF-8
 * here (the system code page of our Windows is 65001), so conversions are RtlUTF8ToUnicodeN's.
 */
#include "nt/exec.h"
#include <string.h>

#define TAG_STRING 0x67727453u /* "Strg" */
#define MAX_USTR   0xfffeu

static size_t chars(PCUNICODE_STRING s)
{
	return s->Length / 2u;
}

VOID NTAPI RtlInitString(PSTRING D, PCSZ S)
{
	size_t n = S ? strlen(S) : 0;
	if (n > MAX_USTR)
		n = MAX_USTR;
	D->Length = (USHORT)n;
	D->MaximumLength = (USHORT)(S ? n + 1 : 0);
	D->Buffer = (PCHAR)(uintptr_t)S;
}

VOID NTAPI RtlInitAnsiString(PANSI_STRING D, PCSZ S)
{
	RtlInitString(D, S);
}

NTSTATUS NTAPI RtlInitStringEx(PSTRING D, PCSZ S)
{
	if (S && strlen(S) > MAX_USTR)
		return STATUS_NAME_TOO_LONG;
	RtlInitString(D, S);
	return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlInitAnsiStringEx(PANSI_STRING D, PCSZ S)
{
	return RtlInitStringEx(D, S);
}

VOID NTAPI RtlInitUnicodeString(PUNICODE_STRING D, PCWSTR S)
{
	size_t n = S ? nt_wcslen(S) * 2 : 0;
	if (n > MAX_USTR - 2)
		n = MAX_USTR - 2;
	D->Length = (USHORT)n;
	D->MaximumLength = (USHORT)(S ? n + 2 : 0);
	D->Buffer = (PWCH)(uintptr_t)S;
}

NTSTATUS NTAPI RtlInitUnicodeStringEx(PUNICODE_STRING D, PCWSTR S)
{
	if (S && nt_wcslen(S) * 2 > MAX_USTR - 2)
		return STATUS_NAME_TOO_LONG;
	RtlInitUnicodeString(D, S);
	return STATUS_SUCCESS;
}

LONG NTAPI RtlCompareUnicodeStrings(PCWCH A, SIZE_T AChars, PCWCH B, SIZE_T BChars, BOOLEAN CaseInSensitive)
{
	return nt_ucs_compare(A, AChars, B, BChars, CaseInSensitive);
}

LONG NTAPI RtlCompareUnicodeString(PCUNICODE_STRING A, PCUNICODE_STRING B, BOOLEAN CaseInSensitive)
{
	return nt_ucs_compare(A->Buffer, chars(A), B->Buffer, chars(B), CaseInSensitive);
}

BOOLEAN NTAPI RtlEqualUnicodeString(PCUNICODE_STRING A, PCUNICODE_STRING B, BOOLEAN CaseInSensitive)
{
	return A->Length == B->Length && !RtlCompareUnicodeString(A, B, CaseInSensitive);
}

BOOLEAN NTAPI RtlPrefixUnicodeString(PCUNICODE_STRING P, PCUNICODE_STRING S, BOOLEAN CaseInSensitive)
{
	return P->Length <= S->Length && !nt_ucs_compare(P->Buffer, chars(P), S->Buffer, chars(P), CaseInSensitive);
}

BOOLEAN NTAPI RtlSuffixUnicodeString(PCUNICODE_STRING P, PCUNICODE_STRING S, BOOLEAN CaseInSensitive)
{
	return P->Length <= S->Length && !nt_ucs_compare(P->Buffer, chars(P), S->Buffer + chars(S) - chars(P), chars(P), CaseInSensitive);
}

LONG NTAPI RtlCompareString(const STRING *A, const STRING *B, BOOLEAN CaseInSensitive)
{
	for (USHORT i = 0; i < A->Length && i < B->Length; i++) {
		int x = (unsigned char)A->Buffer[i], y = (unsigned char)B->Buffer[i];
		if (CaseInSensitive) {
			x = (unsigned char)RtlUpperChar((CHAR)x);
			y = (unsigned char)RtlUpperChar((CHAR)y);
		}
		if (x != y)
			return x - y;
	}
	return (LONG)A->Length - (LONG)B->Length;
}

BOOLEAN NTAPI RtlEqualString(const STRING *A, const STRING *B, BOOLEAN CaseInSensitive)
{
	return A->Length == B->Length && !RtlCompareString(A, B, CaseInSensitive);
}

BOOLEAN NTAPI RtlPrefixString(const STRING *P, const STRING *S, BOOLEAN CaseInSensitive)
{
	STRING head = {.Length = P->Length, .Buffer = S->Buffer};
	return P->Length <= S->Length && !RtlCompareString(P, &head, CaseInSensitive);
}

VOID NTAPI RtlCopyString(PSTRING D, const STRING *S)
{
	USHORT n = !S ? 0 : S->Length < D->MaximumLength ? S->Length : D->MaximumLength;
	if (n)
		memmove(D->Buffer, S->Buffer, n);
	D->Length = n;
}

VOID NTAPI RtlUpperString(PSTRING D, const STRING *S)
{
	USHORT n = S->Length < D->MaximumLength ? S->Length : D->MaximumLength;
	for (USHORT i = 0; i < n; i++)
		D->Buffer[i] = RtlUpperChar(S->Buffer[i]);
	D->Length = n;
}

VOID NTAPI RtlCopyUnicodeString(PUNICODE_STRING D, PCUNICODE_STRING S)
{
	USHORT n = !S ? 0 : S->Length < D->MaximumLength ? S->Length : D->MaximumLength;
	if (n)
		memmove(D->Buffer, S->Buffer, n);
	D->Length = n;
	if (n + 2u <= D->MaximumLength)
		D->Buffer[n / 2] = 0;
}

static NTSTATUS append(PUNICODE_STRING D, const WCHAR *s, size_t bytes)
{
	if (D->Length + bytes > D->MaximumLength)
		return STATUS_BUFFER_TOO_SMALL;
	if (bytes)
		memmove((char *)D->Buffer + D->Length, s, bytes);
	D->Length = (USHORT)(D->Length + bytes);
	if (D->Length + 2u <= D->MaximumLength)
		D->Buffer[D->Length / 2] = 0;
	return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlAppendUnicodeStringToString(PUNICODE_STRING D, PCUNICODE_STRING S)
{
	return append(D, S->Buffer, S->Length);
}

NTSTATUS NTAPI RtlAppendUnicodeToString(PUNICODE_STRING D, PCWSTR S)
{
	return S ? append(D, S, nt_wcslen(S) * 2) : STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlAppendStringToString(PSTRING D, const STRING *S)
{
	if (D->Length + S->Length > D->MaximumLength)
		return STATUS_BUFFER_TOO_SMALL;
	memmove(D->Buffer + D->Length, S->Buffer, S->Length);
	D->Length = (USHORT)(D->Length + S->Length);
	return STATUS_SUCCESS;
}

VOID NTAPI RtlFreeUnicodeString(PUNICODE_STRING S)
{
	if (S->Buffer)
		ExFreePool(S->Buffer);
	memset(S, 0, sizeof *S);
}

VOID NTAPI RtlFreeAnsiString(PANSI_STRING S)
{
	if (S->Buffer)
		ExFreePool(S->Buffer);
	memset(S, 0, sizeof *S);
}

/* A destination of `bytes` plus a terminator of `unit` bytes, allocated or checked. */
static NTSTATUS room(USHORT *max, void **buffer, size_t bytes, size_t unit, bool allocate)
{
	if (bytes + unit > 0xffff)
		return STATUS_INVALID_PARAMETER_2;
	if (!allocate)
		return bytes + unit > *max ? STATUS_BUFFER_OVERFLOW : STATUS_SUCCESS;
	*buffer = nt_pool_alloc_for(nt_caller(), PagedPool, bytes + unit, TAG_STRING, true);
	if (!*buffer)
		return STATUS_NO_MEMORY;
	*max = (USHORT)(bytes + unit);
	return STATUS_SUCCESS;
}

ULONG NTAPI RtlxAnsiStringToUnicodeSize(PCANSI_STRING S)
{
	ULONG bytes = 0;
	RtlUTF8ToUnicodeN(NULL, 0, &bytes, S->Buffer ? S->Buffer : "", S->Length);
	return bytes + 2;
}

ULONG NTAPI RtlxUnicodeStringToAnsiSize(PCUNICODE_STRING S)
{
	ULONG bytes = 0;
	RtlUnicodeToUTF8N(NULL, 0, &bytes, S->Buffer ? S->Buffer : u"", S->Length & ~1u);
	return bytes + 1;
}

NTSTATUS NTAPI RtlAnsiStringToUnicodeString(PUNICODE_STRING D, PCANSI_STRING S, BOOLEAN Allocate)
{
	ULONG bytes = RtlxAnsiStringToUnicodeSize(S) - 2;
	NTSTATUS st = room(&D->MaximumLength, (void **)&D->Buffer, bytes, 2, Allocate);
	if (st)
		return st;
	RtlUTF8ToUnicodeN(D->Buffer, bytes, &bytes, S->Buffer ? S->Buffer : "", S->Length);
	D->Length = (USHORT)bytes;
	D->Buffer[bytes / 2] = 0;
	return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlUnicodeStringToAnsiString(PANSI_STRING D, PCUNICODE_STRING S, BOOLEAN Allocate)
{
	ULONG bytes = RtlxUnicodeStringToAnsiSize(S) - 1;
	NTSTATUS st = room(&D->MaximumLength, (void **)&D->Buffer, bytes, 1, Allocate);
	if (st == STATUS_BUFFER_OVERFLOW && D->MaximumLength)
		bytes = D->MaximumLength - 1u; /* the page: what fits is copied, and terminated */
	else if (st)
		return st;
	RtlUnicodeToUTF8N(D->Buffer, bytes, &bytes, S->Buffer ? S->Buffer : u"", S->Length & ~1u);
	D->Length = (USHORT)bytes;
	D->Buffer[bytes] = 0;
	return st;
}

static NTSTATUS recase(PUNICODE_STRING D, PCUNICODE_STRING S, BOOLEAN Allocate, WCHAR (*map)(WCHAR))
{
	if (Allocate) {
		D->Buffer = nt_pool_alloc_for(nt_caller(), PagedPool, S->Length ? S->Length : 2, TAG_STRING, true);
		if (!D->Buffer)
			return STATUS_NO_MEMORY;
		D->MaximumLength = S->Length;
	} else if (S->Length > D->MaximumLength) {
		return STATUS_BUFFER_OVERFLOW;
	}
	for (size_t i = 0; i < chars(S); i++)
		D->Buffer[i] = map(S->Buffer[i]);
	D->Length = S->Length;
	return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlUpcaseUnicodeString(PUNICODE_STRING D, PCUNICODE_STRING S, BOOLEAN Allocate)
{
	return recase(D, S, Allocate, nt_upcase);
}

NTSTATUS NTAPI RtlDowncaseUnicodeString(PUNICODE_STRING D, PCUNICODE_STRING S, BOOLEAN Allocate)
{
	return recase(D, S, Allocate, nt_downcase);
}

BOOLEAN NTAPI RtlCreateUnicodeString(PUNICODE_STRING D, PCWSTR S)
{
	size_t bytes = nt_wcslen(S) * 2;
	if (room(&D->MaximumLength, (void **)&D->Buffer, bytes, 2, true))
		return FALSE;
	memcpy(D->Buffer, S, bytes + 2);
	D->Length = (USHORT)bytes;
	return TRUE;
}

/* Flags: 1 = RTL_DUPLICATE_UNICODE_STRING_NULL_TERMINATE, 2 = ..._ALLOCATE_NULL_STRING. */
NTSTATUS NTAPI RtlDuplicateUnicodeString(ULONG Flags, PCUNICODE_STRING S, PUNICODE_STRING D)
{
	memset(D, 0, sizeof *D);
	if (Flags > 3 || Flags == 2)
		return STATUS_INVALID_PARAMETER;
	if (!S->Length && Flags != 3)
		return STATUS_SUCCESS;
	NTSTATUS st = room(&D->MaximumLength, (void **)&D->Buffer, S->Length, 2, true);
	if (st)
		return st;
	memcpy(D->Buffer, S->Buffer, S->Length);
	D->Length = S->Length;
	if (!(Flags & 1))
		D->MaximumLength = S->Length;
	return STATUS_SUCCESS;
}

/* HASH_STRING_ALGORITHM_DEFAULT (0) and _X65599 (1) are the same function. */
NTSTATUS NTAPI RtlHashUnicodeString(PCUNICODE_STRING S, BOOLEAN CaseInSensitive, ULONG Algorithm, PULONG Hash)
{
	if (!S || !Hash || Algorithm > 1)
		return STATUS_INVALID_PARAMETER;
	ULONG h = 0;
	for (size_t i = 0; i < chars(S); i++)
		h = h * 65599u + (CaseInSensitive ? nt_upcase(S->Buffer[i]) : S->Buffer[i]);
	*Hash = h;
	return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlValidateUnicodeString(ULONG Flags, PCUNICODE_STRING S)
{
	if (Flags)
		return STATUS_INVALID_PARAMETER;
	return S && (S->Length % 2 || S->MaximumLength % 2 || S->Length > S->MaximumLength || (S->MaximumLength && !S->Buffer))
	               ? STATUS_INVALID_PARAMETER
	               : STATUS_SUCCESS;
}

/* ---- ntifs.h's counted conversions: the same code page */
NTSTATUS NTAPI RtlMultiByteToUnicodeN(PWCH D, ULONG MaxBytes, PULONG Bytes, const CHAR *S, ULONG SBytes)
{
	ULONG dummy;
	NTSTATUS st = RtlUTF8ToUnicodeN(D, MaxBytes, Bytes ? Bytes : &dummy, S, SBytes);
	return st == STATUS_BUFFER_TOO_SMALL || st == STATUS_SOME_NOT_MAPPED ? STATUS_SUCCESS : st; /* cuts silently */
}

NTSTATUS NTAPI RtlUnicodeToMultiByteN(PCHAR D, ULONG MaxBytes, PULONG Bytes, PCWCH S, ULONG SBytes)
{
	ULONG dummy;
	NTSTATUS st = RtlUnicodeToUTF8N(D, MaxBytes, Bytes ? Bytes : &dummy, S, SBytes);
	return st == STATUS_BUFFER_TOO_SMALL || st == STATUS_SOME_NOT_MAPPED ? STATUS_SUCCESS : st;
}

NTSTATUS NTAPI RtlMultiByteToUnicodeSize(PULONG Bytes, const CHAR *S, ULONG SBytes)
{
	RtlUTF8ToUnicodeN(NULL, 0, Bytes, S, SBytes);
	return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlUnicodeToMultiByteSize(PULONG Bytes, PCWCH S, ULONG SBytes)
{
	RtlUnicodeToUTF8N(NULL, 0, Bytes, S, SBytes);
	return STATUS_SUCCESS;
}
