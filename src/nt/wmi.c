/*
 * Trace messages and WMI. Pages: wdm WmiTraceMessage, WmiQueryTraceInformation, IoWMIRegistrationControl, EtwRegister, EtwWrite.
 *
 * WPP: a message is a GUID, a number and pairs of pointer and length. Its text is only in the driver's PDB, so the log keeps all that a
 * reader with the PDB needs, and shows what is text already:
 *
 *     {0d4fdc09-8c27-494a-bda0-505e4fd8adae}:17 [4 0a000000] [14 "NetKvmAdapter"]
 *
 * ETW providers are registered but nobody listens: EtwProviderEnabled says no; an event that is written all the same is logged. WMI
 * registration is accepted; no WMI request is ever sent to the driver.
 */
#include "nt/exec.h"
#include <stdio.h>
#include <string.h>

#define LONGEST 2048
#ifdef __clang__
#pragma clang diagnostic ignored "-Wvarargs" /* the DDI's last named argument is a USHORT; the Microsoft va_start minds only its slot */
#endif

static void guid_text(const GUID *g, char out[40])
{
	const uint8_t *b = g->Data4;
	snprintf(out, 40, "{%08x-%04x-%04x-%02x%02x-%02x%02x%02x%02x%02x%02x}", (unsigned)g->Data1, g->Data2, g->Data3, b[0], b[1], b[2],
	         b[3], b[4], b[5], b[6], b[7]);
}

static bool printable(const uint8_t *p, size_t n, unsigned unit)
{
	size_t i = 0;
	for (; i + unit <= n; i += unit) {
		unsigned c = unit == 2 ? (unsigned)(p[i] | p[i + 1] << 8) : p[i];
		if (!c)
			break;
		if (c < 32 || c > 126)
			return false;
	}
	return i >= 2 * unit && i + unit >= n; /* only a terminator may follow */
}

static size_t put_value(char *out, size_t max, const uint8_t *p, size_t n)
{
	size_t at = (size_t)snprintf(out, max, " [%zu ", n);
	if (printable(p, n, 1) || printable(p, n, 2)) {
		unsigned unit = printable(p, n, 1) ? 1 : 2;
		out[at++] = '"';
		for (size_t i = 0; i + unit <= n && p[i] && at + 4 < max; i += unit)
			out[at++] = (char)p[i];
		out[at++] = '"';
	} else {
		for (size_t i = 0; i < n && i < 256 && at + 4 < max; i++)
			at += (size_t)snprintf(out + at, max - at, "%02x", p[i]);
	}
	out[at++] = ']';
	out[at] = 0;
	return at;
}

NTSTATUS NTAPI WmiTraceMessageVa(ULONG64 LoggerHandle, ULONG MessageFlags, LPCGUID MessageGuid, USHORT MessageNumber,
                                 __builtin_ms_va_list ap)
{
	char text[LONGEST], guid[40] = "{}";
	if (MessageGuid && (MessageFlags & 6)) /* TRACE_MESSAGE_GUID 2, TRACE_MESSAGE_COMPONENTID 4 */
		guid_text(MessageGuid, guid);
	size_t n = (size_t)snprintf(text, sizeof text, "%s:%u", guid, MessageNumber);
	for (int pairs = 0; pairs < 64; pairs++) {
		const uint8_t *p = __builtin_va_arg(ap, const uint8_t *);
		if (!p)
			break;
		size_t len = __builtin_va_arg(ap, size_t);
		if (n + 600 < sizeof text && nt_readable(p, len))
			n += put_value(text + n, sizeof text - n, p, len);
	}
	nt_log("wpp", text);
	return STATUS_SUCCESS;
}

NTSTATUS NTAPI WmiTraceMessage(ULONG64 LoggerHandle, ULONG MessageFlags, LPCGUID MessageGuid, USHORT MessageNumber, ...)
{
	__builtin_ms_va_list ap;
	__builtin_ms_va_start(ap, MessageNumber);
	NTSTATUS st = WmiTraceMessageVa(LoggerHandle, MessageFlags, MessageGuid, MessageNumber, ap);
	__builtin_ms_va_end(ap);
	return st;
}

/* TraceEnableFlagsClass (2) and TraceEnableLevelClass (3) of our one logger: all. There is no global, event or named logger. */
NTSTATUS NTAPI WmiQueryTraceInformation(TRACE_INFORMATION_CLASS Class, PVOID Information, ULONG Length, PULONG RequiredLength, PVOID Buffer)
{
	if (RequiredLength)
		*RequiredLength = Class == TraceEnableFlagsClass || Class == TraceEnableLevelClass ? sizeof(ULONG) : sizeof(ULONG64);
	if (Class != TraceEnableFlagsClass && Class != TraceEnableLevelClass)
		return STATUS_NOT_FOUND;
	if (Length < sizeof(ULONG))
		return STATUS_INFO_LENGTH_MISMATCH;
	*(ULONG *)Information = Class == TraceEnableFlagsClass ? 0xffffffffu : 5;
	return STATUS_SUCCESS;
}

NTSTATUS NTAPI IoWMIRegistrationControl(PDEVICE_OBJECT DeviceObject, ULONG Action)
{
	return STATUS_SUCCESS;
}
NTSTATUS NTAPI IoWMIWriteEvent(PVOID WnodeEventItem)
{
	nt_log("wmi", "a WMI event was written; nobody listens");
	ExFreePool(WnodeEventItem); /* the page: on success the item is WMI's to free */
	return STATUS_SUCCESS;
}
NTSTATUS NTAPI IoWMIAllocateInstanceIds(LPCGUID Guid, ULONG InstanceCount, ULONG *FirstInstanceId)
{
	static _Atomic ULONG next;
	*FirstInstanceId = next;
	next += InstanceCount;
	return STATUS_SUCCESS;
}

/* ---- ETW */
struct registration {
	GUID provider;
	uint64_t magic;
};
#define ETW_MAGIC 0x5245475754455f5full
static struct registration *registration(REGHANDLE h)
{
	struct registration *r = (struct registration *)(uintptr_t)h;
	return r && nt_pool_size(r) == sizeof *r && r->magic == ETW_MAGIC ? r : NULL;
}

NTSTATUS NTAPI EtwRegister(LPCGUID ProviderId, PETWENABLECALLBACK EnableCallback, PVOID CallbackContext, PREGHANDLE RegHandle)
{
	struct registration *r = nt_pool_alloc_for(nt_caller(), NonPagedPool, sizeof *r, 0x52777445u /* "EtwR" */, true);
	if (!ProviderId || !RegHandle || !r)
		return !r ? STATUS_NO_MEMORY : STATUS_INVALID_PARAMETER;
	r->provider = *ProviderId;
	r->magic = ETW_MAGIC;
	*RegHandle = (REGHANDLE)(uintptr_t)r;
	return STATUS_SUCCESS;
}
NTSTATUS NTAPI EtwUnregister(REGHANDLE RegHandle)
{
	struct registration *r = registration(RegHandle);
	if (!r)
		return STATUS_INVALID_HANDLE;
	ExFreePool(r);
	return STATUS_SUCCESS;
}
BOOLEAN NTAPI EtwProviderEnabled(REGHANDLE RegHandle, UCHAR Level, ULONGLONG Keyword)
{
	return FALSE;
}
BOOLEAN NTAPI EtwEventEnabled(REGHANDLE RegHandle, PCEVENT_DESCRIPTOR EventDescriptor)
{
	return FALSE;
}
NTSTATUS NTAPI EtwSetInformation(REGHANDLE RegHandle, EVENT_INFO_CLASS Class, PVOID Information, ULONG Length)
{
	return registration(RegHandle) ? STATUS_SUCCESS : STATUS_INVALID_HANDLE;
}
NTSTATUS NTAPI EtwActivityIdControl(ULONG ControlCode, LPGUID ActivityId)
{
	if (ControlCode == 3 || ControlCode == 5) /* EVENT_ACTIVITY_CTRL_CREATE_ID, _CREATE_SET_ID */
		return ExUuidCreate(ActivityId);
	if (ControlCode == 1) /* GET_ID: none was set */
		memset(ActivityId, 0, sizeof *ActivityId);
	return ControlCode >= 1 && ControlCode <= 5 ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER;
}

static NTSTATUS event_write(REGHANDLE handle, PCEVENT_DESCRIPTOR d, ULONG count, const EVENT_DATA_DESCRIPTOR *data)
{
	struct registration *r = registration(handle);
	char text[LONGEST], guid[40];
	if (!r)
		return STATUS_INVALID_HANDLE;
	guid_text(&r->provider, guid);
	size_t n = (size_t)snprintf(text, sizeof text, "%s event %u level %u", guid, d->Id, d->Level);
	for (ULONG i = 0; i < count && i < 32 && n + 600 < sizeof text; i++)
		if (nt_readable((const void *)(uintptr_t)data[i].Ptr, data[i].Size))
			n += put_value(text + n, sizeof text - n, (const uint8_t *)(uintptr_t)data[i].Ptr, data[i].Size);
	nt_log("etw", text);
	return STATUS_SUCCESS;
}
NTSTATUS NTAPI EtwWrite(REGHANDLE RegHandle, PCEVENT_DESCRIPTOR EventDescriptor, LPCGUID ActivityId, ULONG UserDataCount,
                        PEVENT_DATA_DESCRIPTOR UserData)
{
	return event_write(RegHandle, EventDescriptor, UserDataCount, UserData);
}
NTSTATUS NTAPI EtwWriteTransfer(REGHANDLE RegHandle, PCEVENT_DESCRIPTOR EventDescriptor, LPCGUID ActivityId, LPCGUID RelatedActivityId,
                                ULONG UserDataCount, PEVENT_DATA_DESCRIPTOR UserData)
{
	return event_write(RegHandle, EventDescriptor, UserDataCount, UserData);
}
NTSTATUS NTAPI EtwWriteEx(REGHANDLE RegHandle, PCEVENT_DESCRIPTOR EventDescriptor, ULONG64 Filter, ULONG Flags, LPCGUID ActivityId,
                          LPCGUID RelatedActivityId, ULONG UserDataCount, PEVENT_DATA_DESCRIPTOR UserData)
{
	return event_write(RegHandle, EventDescriptor, UserDataCount, UserData);
}
NTSTATUS NTAPI EtwWriteString(REGHANDLE RegHandle, UCHAR Level, ULONGLONG Keyword, LPCGUID ActivityId, PCWSTR String)
{
	char text[LONGEST];
	if (!registration(RegHandle))
		return STATUS_INVALID_HANDLE;
	nt_utf8_of(String, nt_wcslen(String), text, sizeof text);
	nt_log("etw", text);
	return STATUS_SUCCESS;
}
