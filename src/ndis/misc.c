/*
 * Small services: events, sleeping, up time, routine addresses, the error log.
 */
#include "ndis/io.h"
#include <stdio.h>
#include <string.h>

/* ---- events */
void NTAPI NdisInitializeEvent(PNDIS_EVENT Event)
{
	KeInitializeEvent(&Event->Event, NotificationEvent, FALSE);
}

void NTAPI NdisSetEvent(PNDIS_EVENT Event)
{
	KeSetEvent(&Event->Event, 0, FALSE);
}

void NTAPI NdisResetEvent(PNDIS_EVENT Event)
{
	KeClearEvent(&Event->Event);
}

/* 0 waits for ever. TRUE: signalled; FALSE: time is over. */
BOOLEAN NTAPI NdisWaitEvent(PNDIS_EVENT Event, UINT MsToWait)
{
	LARGE_INTEGER timeout = {.QuadPart = -(LONGLONG)MsToWait * 10000};
	return KeWaitForSingleObject(&Event->Event, Executive, KernelMode, FALSE, MsToWait ? &timeout : NULL) == STATUS_SUCCESS;
}

/* ---- time */
void NTAPI NdisMSleep(ULONG MicrosecondsToSleep)
{
	LARGE_INTEGER interval = {.QuadPart = -(LONGLONG)MicrosecondsToSleep * 10};
	KeDelayExecutionThread(KernelMode, FALSE, &interval);
}

void NTAPI NdisGetSystemUpTimeEx(PLARGE_INTEGER pSystemUpTime)
{
	pSystemUpTime->QuadPart = (LONGLONG)(nt_time_100ns() / 10000); /* milliseconds */
}

/* ---- addresses. A routine that the NDIS we play did not have yet is not there. */
PVOID NTAPI NdisGetRoutineAddress(PNDIS_STRING NdisRoutineName)
{
	char name[96];
	nt_utf8_of_ustr(NdisRoutineName, name, sizeof(name));
	const struct image_export *x = nt_export_find("NDIS.SYS", name);
	if (!x || x->data || x->ndis > ndis.version)
		return NULL;
	return nt_gate(x);
}

/* ---- error log */
static const struct {
	NDIS_STATUS code;
	const char *name;
} codes[] = {
#define C(x)                                                                                                                               \
	{                                                                                                                                  \
		(NDIS_STATUS) NDIS_ERROR_CODE_##x, "NDIS_ERROR_CODE_" #x                                                                   \
	}
        C(RESOURCE_CONFLICT),
        C(OUT_OF_RESOURCES),
        C(HARDWARE_FAILURE),
        C(ADAPTER_NOT_FOUND),
        C(INTERRUPT_CONNECT),
        C(DRIVER_FAILURE),
        C(BAD_VERSION),
        C(TIMEOUT),
        C(NETWORK_ADDRESS),
        C(UNSUPPORTED_CONFIGURATION),
        C(INVALID_VALUE_FROM_ADAPTER),
        C(MISSING_CONFIGURATION_PARAMETER),
        C(BAD_IO_BASE_ADDRESS),
        C(RECEIVE_SPACE_SMALL),
        C(ADAPTER_DISABLED),
#undef C
};

static const char *code_name(ULONG code)
{
	for (unsigned i = 0; i < ARRAY_LEN(codes); i++)
		if ((ULONG)codes[i].code == code)
			return codes[i].name;
	return "an event of the driver's own";
}

#define VALUES_MAX 32u /* an event log record has room for fewer */

/* The values are ULONGs passed as variadic arguments: each takes a slot of 8 bytes. */
void NTAPI NdisWriteErrorLogEntry(NDIS_HANDLE NdisAdapterHandle, ULONG ErrorCode, ULONG NumberOfErrorValues, ...)
{
	struct ndis_adapter *a = io_adapter_of_any(NdisAdapterHandle);
	char text[512];
	int n = snprintf(text, sizeof(text), "%s (0x%08X)", code_name(ErrorCode), ErrorCode);
	__builtin_ms_va_list ap;
	__builtin_ms_va_start(ap, NumberOfErrorValues);
	for (ULONG i = 0; i < NumberOfErrorValues && i < VALUES_MAX && n < (int)sizeof(text) - 16; i++)
		n += snprintf(text + n, sizeof(text) - (size_t)n, "%s0x%X", i ? ", " : ": ", __builtin_va_arg(ap, ULONG));
	__builtin_ms_va_end(ap);
	nt_logf(a ? a->driver->name : "NDIS", "error log: %s", text);
}

NDIS_STATUS NTAPI NdisWriteEventLogEntry(PVOID LogHandle, NDIS_STATUS EventCode, ULONG UniqueEventValue, USHORT NumStrings,
                                         PVOID StringsList, ULONG DataSize, PVOID Data)
{
	char text[512], word[128];
	int n = snprintf(text, sizeof(text), "0x%08X, unique value %u", EventCode, UniqueEventValue);
	(void)LogHandle, (void)Data;
	for (USHORT i = 0; i < NumStrings && StringsList && n < (int)sizeof(text) - 8; i++) {
		const WCHAR *s = ((WCHAR **)StringsList)[i];
		if (s)
			nt_utf8_of(s, nt_wcslen(s), word, sizeof(word));
		n += snprintf(text + n, sizeof(text) - (size_t)n, "%s\"%s\"", i ? ", " : ": ", s ? word : "");
	}
	if (DataSize)
		snprintf(text + n, n < (int)sizeof(text) ? sizeof(text) - (size_t)n : 0, ", %u bytes of data", DataSize);
	nt_logf("NDIS", "event log: %s", text);
	return NDIS_STATUS_SUCCESS;
}

/* ---- an event that a miniport passes up to the protocols bound to it (intermediate drivers pass on what they got;
 * learn.microsoft.com/.../nf-ndis-ndismnetpnpevent) */
NDIS_STATUS NTAPI NdisMNetPnPEvent(NDIS_HANDLE MiniportAdapterHandle, PNET_PNP_EVENT_NOTIFICATION NetPnPEventNotification)
{
	struct ndis_adapter *a = ndis_adapter_of_handle(MiniportAdapterHandle, "NdisMNetPnPEvent");
	const NET_PNP_EVENT *e = &NetPnPEventNotification->NetPnPEvent;
	if (!a)
		return NDIS_STATUS_FAILURE;
	ndis_bindings_event(a, e->NetEvent, e->Buffer, e->BufferLength);
	return NDIS_STATUS_SUCCESS;
}
