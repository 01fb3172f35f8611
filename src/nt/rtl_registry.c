/*
 * RtlQueryRegistryValues and its kin. Page: wdm RtlQueryRegistryValues (flags, direct storage, what becomes of REG_MULTI_SZ and
 * REG_EXPAND_SZ).
 */
#include "nt/exec.h"
#include <stdlib.h>
#include <string.h>

typedef RTL_QUERY_REGISTRY_ROUTINE *routine;

static NTSTATUS open_relative(ULONG relative, PCWSTR path, bool create, HANDLE *h, bool *close)
{
	static const char *const base[] = {"",
	                                   "\\Registry\\Machine\\System\\CurrentControlSet\\Services\\",
	                                   "\\Registry\\Machine\\System\\CurrentControlSet\\Control\\",
	                                   "\\Registry\\Machine\\Software\\Microsoft\\Windows NT\\CurrentVersion\\",
	                                   "\\Registry\\Machine\\Hardware\\DeviceMap\\",
	                                   "\\Registry\\User\\.Default\\"};
	char utf8[1024];
	*close = true;
	if (relative & RTL_REGISTRY_HANDLE) {
		*h = (HANDLE)(uintptr_t)path;
		*close = false;
		return nt_handle_body(*h, &nt_ob_key) ? STATUS_SUCCESS : STATUS_INVALID_HANDLE;
	}
	relative &= ~RTL_REGISTRY_OPTIONAL;
	if (relative >= ARRAY_LEN(base))
		return STATUS_INVALID_PARAMETER;
	size_t n = strlen(base[relative]);
	memcpy(utf8, base[relative], n + 1);
	if (path)
		nt_utf8_of(path, nt_wcslen(path), utf8 + n, sizeof utf8 - n);
	return nt_reg_open_handle(utf8, create, KEY_ALL_ACCESS, h);
}

NTSTATUS NTAPI RtlCheckRegistryKey(ULONG RelativeTo, PWSTR Path)
{
	HANDLE h;
	bool close;
	NTSTATUS st = open_relative(RelativeTo, Path, false, &h, &close);
	if (!st && close)
		ZwClose(h);
	return st;
}

NTSTATUS NTAPI RtlCreateRegistryKey(ULONG RelativeTo, PWSTR Path)
{
	HANDLE h;
	bool close;
	NTSTATUS st = open_relative(RelativeTo, Path, true, &h, &close);
	if (!st && close)
		ZwClose(h);
	return st;
}

NTSTATUS NTAPI RtlWriteRegistryValue(ULONG RelativeTo, PCWSTR Path, PCWSTR ValueName, ULONG ValueType, PVOID ValueData, ULONG ValueLength)
{
	HANDLE h;
	bool close;
	UNICODE_STRING name;
	NTSTATUS st = open_relative(RelativeTo, Path, true, &h, &close);
	if (st)
		return st;
	RtlInitUnicodeString(&name, ValueName);
	st = ZwSetValueKey(h, &name, 0, ValueType, ValueData, ValueLength);
	if (close)
		ZwClose(h);
	return st;
}

NTSTATUS NTAPI RtlDeleteRegistryValue(ULONG RelativeTo, PCWSTR Path, PCWSTR ValueName)
{
	HANDLE h;
	bool close;
	UNICODE_STRING name;
	NTSTATUS st = open_relative(RelativeTo, Path, false, &h, &close);
	if (st)
		return st;
	RtlInitUnicodeString(&name, ValueName);
	st = ZwDeleteValueKey(h, &name);
	if (close)
		ZwClose(h);
	return st;
}

/* RTL_QUERY_REGISTRY_DIRECT: EntryContext is the destination. */
static NTSTATUS store(const RTL_QUERY_REGISTRY_TABLE *q, ULONG type, const void *data, ULONG bytes)
{
	if (type == REG_SZ || type == REG_EXPAND_SZ || type == REG_MULTI_SZ) {
		UNICODE_STRING *u = q->EntryContext;
		ULONG text = bytes & ~1u;
		if (type != REG_MULTI_SZ)
			while (text && !((const WCHAR *)data)[text / 2 - 1])
				text -= 2;
		if (text > 0xfffc)
			return STATUS_BUFFER_TOO_SMALL;
		if (!u->Buffer) {
			u->Buffer = nt_pool_alloc_for(nt_caller(), PagedPool, text + 2, 0x71526752u /* "RgRq" */, true);
			if (!u->Buffer)
				return STATUS_NO_MEMORY;
			u->MaximumLength = (USHORT)(text + 2);
		} else if (text + 2 > u->MaximumLength) {
			return STATUS_BUFFER_TOO_SMALL;
		}
		memcpy(u->Buffer, data, text);
		u->Length = (USHORT)text;
		u->Buffer[text / 2] = 0;
		return STATUS_SUCCESS;
	}
	if (bytes <= sizeof(ULONG)) {
		memcpy(q->EntryContext, data, bytes);
		return STATUS_SUCCESS;
	}
	/* The first LONG of the destination is its size; negative: data only, positive: length and type go before the data. */
	LONG room;
	memcpy(&room, q->EntryContext, sizeof room);
	if (room < 0) {
		if (bytes > (ULONG)-room)
			return STATUS_BUFFER_TOO_SMALL;
		memcpy(q->EntryContext, data, bytes);
		return STATUS_SUCCESS;
	}
	if (bytes + 2 * sizeof(ULONG) > (ULONG)room)
		return STATUS_BUFFER_TOO_SMALL;
	((ULONG *)q->EntryContext)[0] = bytes;
	((ULONG *)q->EntryContext)[1] = type;
	memcpy((ULONG *)q->EntryContext + 2, data, bytes);
	return STATUS_SUCCESS;
}

static NTSTATUS hand_over(const RTL_QUERY_REGISTRY_TABLE *q, PCWSTR name, ULONG type, const void *data, ULONG bytes, void *context)
{
	if (q->Flags & RTL_QUERY_REGISTRY_DIRECT) {
		if (!q->Name || (q->Flags & RTL_QUERY_REGISTRY_SUBKEY) || q->QueryRoutine)
			return STATUS_INVALID_PARAMETER;
		ULONG expected = (ULONG)q->DefaultType >> RTL_QUERY_REGISTRY_TYPECHECK_SHIFT;
		if ((q->Flags & RTL_QUERY_REGISTRY_TYPECHECK) && expected && expected != type)
			return STATUS_OBJECT_TYPE_MISMATCH;
		return store(q, type, data, bytes);
	}
	routine fn = (routine)(void *)q->QueryRoutine;
	if (!fn)
		return STATUS_SUCCESS;
	if (type == REG_MULTI_SZ && !(q->Flags & RTL_QUERY_REGISTRY_NOEXPAND)) {
		const WCHAR *s = data, *end = s + bytes / 2;
		while (s < end && *s) {
			const WCHAR *e = s;
			while (e < end && *e)
				e++;
			NTSTATUS st = fn((PWSTR)(uintptr_t)name, REG_SZ, (void *)(uintptr_t)s, (ULONG)((e < end ? e + 1 : e) - s) * 2,
			                 context, q->EntryContext);
			if (st == STATUS_BUFFER_TOO_SMALL)
				st = STATUS_SUCCESS;
			if (st)
				return st;
			s = e + 1;
		}
		return STATUS_SUCCESS;
	}
	if (type == REG_EXPAND_SZ && !(q->Flags & RTL_QUERY_REGISTRY_NOEXPAND))
		type = REG_SZ; /* a kernel caller's environment is empty: variables stay as they are */
	NTSTATUS st = fn((PWSTR)(uintptr_t)name, type, (void *)(uintptr_t)data, bytes, context, q->EntryContext);
	return st == STATUS_BUFFER_TOO_SMALL ? STATUS_SUCCESS : st;
}

static NTSTATUS use_default(const RTL_QUERY_REGISTRY_TABLE *q, void *context)
{
	ULONG type = q->DefaultType & ~(ULONG)RTL_QUERY_REGISTRY_TYPECHECK_MASK, bytes = q->DefaultLength;
	if (type == REG_NONE)
		return q->Flags & RTL_QUERY_REGISTRY_REQUIRED ? STATUS_OBJECT_NAME_NOT_FOUND : STATUS_SUCCESS;
	if (!bytes && q->DefaultData) {
		const WCHAR *s = q->DefaultData;
		if (type == REG_SZ || type == REG_EXPAND_SZ)
			bytes = (ULONG)(nt_wcslen(s) + 1) * 2;
		else if (type == REG_MULTI_SZ)
			for (bytes = 2; s[0] || s[bytes / 2 - 1]; bytes += 2)
				if (!s[bytes / 2 - 1] && !s[bytes / 2])
					break;
	}
	RTL_QUERY_REGISTRY_TABLE d = *q;
	d.Flags &= ~(ULONG)RTL_QUERY_REGISTRY_TYPECHECK;
	return hand_over(&d, q->Name, type, q->DefaultData, bytes, context);
}

static void *read_value(HANDLE h, UNICODE_STRING *name, ULONG index, NTSTATUS *st)
{
	ULONG need = 0;
	for (ULONG size = 512;; size = need) {
		KEY_VALUE_FULL_INFORMATION *i = malloc(size + 4u);
		if (!i) {
			*st = STATUS_INSUFFICIENT_RESOURCES;
			return NULL;
		}
		*st = name ? ZwQueryValueKey(h, name, KeyValueFullInformation, i, size, &need)
		           : ZwEnumerateValueKey(h, index, KeyValueFullInformation, i, size, &need);
		if (!*st)
			return i;
		free(i);
		if (*st != STATUS_BUFFER_OVERFLOW && *st != STATUS_BUFFER_TOO_SMALL)
			return NULL;
	}
}

static NTSTATUS query_one(HANDLE h, const RTL_QUERY_REGISTRY_TABLE *q, void *context)
{
	NTSTATUS st;
	UNICODE_STRING name;
	if (q->Flags & RTL_QUERY_REGISTRY_NOVALUE)
		return q->QueryRoutine ? ((routine)(void *)q->QueryRoutine)(NULL, REG_NONE, NULL, 0, context, q->EntryContext)
		                       : STATUS_SUCCESS;
	if (!q->Name || ((q->Flags & RTL_QUERY_REGISTRY_SUBKEY) && q->QueryRoutine)) {
		for (ULONG index = 0;; index++) {
			KEY_VALUE_FULL_INFORMATION *i = read_value(h, NULL, index, &st);
			if (!i)
				break;
			WCHAR copy[256];
			size_t n = i->NameLength / 2 < 255 ? i->NameLength / 2 : 255;
			memcpy(copy, i->Name, n * 2);
			copy[n] = 0;
			st = hand_over(q, copy, i->Type, (char *)i + i->DataOffset, i->DataLength, context);
			free(i);
			if (st)
				return st;
		}
		return st == STATUS_NO_MORE_ENTRIES ? STATUS_SUCCESS : st;
	}
	RtlInitUnicodeString(&name, q->Name);
	KEY_VALUE_FULL_INFORMATION *i = read_value(h, &name, 0, &st);
	if (!i)
		return st == STATUS_OBJECT_NAME_NOT_FOUND ? use_default(q, context) : st;
	st = hand_over(q, q->Name, i->Type, (char *)i + i->DataOffset, i->DataLength, context);
	free(i);
	if (!st && (q->Flags & RTL_QUERY_REGISTRY_DELETE))
		ZwDeleteValueKey(h, &name);
	return st;
}

NTSTATUS NTAPI RtlQueryRegistryValues(ULONG RelativeTo, PCWSTR Path, PRTL_QUERY_REGISTRY_TABLE QueryTable, PVOID Context, PVOID Environment)
{
	HANDLE top, at;
	bool close;
	NTSTATUS st = open_relative(RelativeTo, Path, false, &top, &close);
	if (st)
		return st;
	at = top;
	for (RTL_QUERY_REGISTRY_TABLE *q = QueryTable;
	     !st && (q->QueryRoutine || (q->Flags & (RTL_QUERY_REGISTRY_SUBKEY | RTL_QUERY_REGISTRY_DIRECT))); q++) {
		if ((q->Flags & (RTL_QUERY_REGISTRY_TOPKEY | RTL_QUERY_REGISTRY_SUBKEY)) && at != top) {
			ZwClose(at);
			at = top;
		}
		if (q->Flags & RTL_QUERY_REGISTRY_SUBKEY) {
			UNICODE_STRING name;
			OBJECT_ATTRIBUTES a = {.Length = sizeof a, .RootDirectory = top, .ObjectName = &name};
			if (!q->Name) {
				st = STATUS_INVALID_PARAMETER;
				break;
			}
			RtlInitUnicodeString(&name, q->Name);
			st = ZwOpenKey(&at, KEY_ALL_ACCESS, &a);
			if (st) {
				at = top;
				if (!(q->Flags & RTL_QUERY_REGISTRY_REQUIRED))
					st = STATUS_SUCCESS;
				continue;
			}
			if (!q->QueryRoutine)
				continue;
		}
		st = query_one(at, q, Context);
	}
	if (at != top)
		ZwClose(at);
	if (close)
		ZwClose(top);
	return st;
}

NTSTATUS NTAPI RtlQueryRegistryValuesEx(ULONG RelativeTo, PCWSTR Path, PRTL_QUERY_REGISTRY_TABLE QueryTable, PVOID Context,
                                        PVOID Environment)
{
	return RtlQueryRegistryValues(RelativeTo, Path, QueryTable, Context, Environment);
}
