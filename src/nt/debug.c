/*
 * What a driver says: DbgPrint and its family, the error log. Everything goes to the trace (TRACE_LOG, name = source), to config->on_log
 * and to the crash report's log tail. Nothing is filtered by component or level: whoever develops the driver wants to read it. Pages: wdm
 * DbgPrintEx, IoAllocateErrorLogEntry.
 */
#include "nt/core.h"
#include "trace/trace.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LINE_MAX_BYTES 1024
#define TAG_ERROR      0x726c6f49u /* "Iolr" */

static void one_line(const char *source, const char *text)
{
	trace_write(TRACE_LOG, 0xff, 0, source, text, strlen(text));
	nt_crash_log(source, text);
	if (nt_cfg.on_log)
		nt_cfg.on_log(source, text);
}

void nt_log(const char *source, const char *text)
{
	char line[LINE_MAX_BYTES];
	while (*text) {
		size_t n = strcspn(text, "\r\n"), keep = n < sizeof line - 1 ? n : sizeof line - 1;
		memcpy(line, text, keep);
		line[keep] = 0;
		if (keep)
			one_line(source, line);
		text += n;
		text += strspn(text, "\r\n");
	}
}

void nt_logf(const char *source, const char *fmt, ...)
{
	char text[LINE_MAX_BYTES];
	va_list ap;
	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	nt_log(source, text);
}

/* The driver's module name: who prints. */
static void source_name(char out[64])
{
	struct image_where w = {0};
	const void *caller = nt_caller();
	if (caller)
		image_where(caller, &w);
	snprintf(out, 64, "%s", w.module[0] ? w.module : "DbgPrint");
}

static ULONG print(const char *prefix, const char *fmt, __builtin_ms_va_list ap)
{
	char text[LINE_MAX_BYTES], source[64];
	int n = snprintf(text, sizeof text, "%s", prefix);
	if (n < 0 || (size_t)n >= sizeof text)
		n = 0;
	nt_vsnprintf(text + n, sizeof text - (size_t)n, fmt, ap);
	source_name(source);
	nt_log(source, text);
	return STATUS_SUCCESS;
}

ULONG NTAPI DbgPrint(PCSTR Format, ...)
{
	__builtin_ms_va_list ap;
	__builtin_ms_va_start(ap, Format);
	ULONG r = print("", Format, ap);
	__builtin_ms_va_end(ap);
	return r;
}
ULONG NTAPI DbgPrintEx(ULONG ComponentId, ULONG Level, PCSTR Format, ...)
{
	__builtin_ms_va_list ap;
	__builtin_ms_va_start(ap, Format);
	ULONG r = print("", Format, ap);
	__builtin_ms_va_end(ap);
	return r;
}
ULONG NTAPI DbgPrintReturnControlC(PCCH Format, ...)
{
	__builtin_ms_va_list ap;
	__builtin_ms_va_start(ap, Format);
	ULONG r = print("", Format, ap);
	__builtin_ms_va_end(ap);
	return r;
}
ULONG NTAPI vDbgPrintEx(ULONG ComponentId, ULONG Level, PCCH Format, DDI_VA_LIST arglist)
{
	return print("", Format, arglist);
}
ULONG NTAPI vDbgPrintExWithPrefix(PCCH Prefix, ULONG ComponentId, ULONG Level, PCCH Format, DDI_VA_LIST arglist)
{
	return print(Prefix ? Prefix : "", Format, arglist);
}

NTSTATUS NTAPI DbgQueryDebugFilterState(ULONG ComponentId, ULONG Level)
{
	return TRUE; /* everything is printed */
}
NTSTATUS NTAPI DbgSetDebugFilterState(ULONG ComponentId, ULONG Level, BOOLEAN State)
{
	return STATUS_SUCCESS;
}
ULONG NTAPI DbgPrompt(PCCH Prompt, PCH Response, ULONG Length)
{
	nt_log("DbgPrompt", Prompt);
	if (Length)
		Response[0] = 0;
	return 0;
}

/* No debugger is attached: a breakpoint is an exception, which ends a driver that does not handle it. */
BOOLEAN nt_kd_enabled = FALSE, nt_kd_not_present = TRUE;
PBOOLEAN KdDebuggerEnabled = &nt_kd_enabled, KdDebuggerNotPresent = &nt_kd_not_present;
VOID NTAPI DbgBreakPoint(VOID)
{
	image_raise_status((uint32_t)STATUS_BREAKPOINT);
}
VOID NTAPI DbgBreakPointWithStatus(ULONG Status)
{
	nt_logf("nt", "DbgBreakPointWithStatus(0x%x)", Status);
	image_raise_status((uint32_t)STATUS_BREAKPOINT);
}
BOOLEAN NTAPI KdRefreshDebuggerNotPresent(VOID)
{
	return TRUE;
}
NTSTATUS NTAPI KdDisableDebugger(VOID)
{
	return STATUS_DEBUGGER_INACTIVE;
}
NTSTATUS NTAPI KdEnableDebugger(VOID)
{
	return STATUS_DEBUGGER_INACTIVE;
}
NTSTATUS NTAPI KdChangeOption(KD_OPTION Option, ULONG InBufferBytes, PVOID InBuffer, ULONG OutBufferBytes, PVOID OutBuffer,
                              PULONG OutBufferNeeded)
{
	return STATUS_DEBUGGER_INACTIVE;
}

VOID NTAPI RtlAssert(PVOID Assertion, PVOID File, ULONG Line, PSTR Message)
{
	nt_logf("nt", "assertion failed: %s, %s line %u%s%s", (const char *)Assertion, (const char *)File, Line, Message ? ": " : "",
	        Message ? Message : "");
	nt_finding("assertion", "%s (%s line %u)", (const char *)Assertion, (const char *)File, Line);
}

/* ---- the error log */
PVOID NTAPI IoAllocateErrorLogEntry(PVOID IoObject, UCHAR EntrySize)
{
	if (EntrySize < sizeof(IO_ERROR_LOG_PACKET) || EntrySize > 0xf0 /* ERROR_LOG_MAXIMUM_SIZE */)
		return NULL;
	UCHAR *p = nt_pool_alloc_for(nt_caller(), NonPagedPool, EntrySize + 1ull, TAG_ERROR, true);
	if (p)
		p[EntrySize] = EntrySize;
	return p;
}
VOID NTAPI IoFreeErrorLogEntry(PVOID Entry)
{
	ExFreePoolWithTag(Entry, TAG_ERROR);
}
VOID NTAPI IoWriteErrorLogEntry(PVOID Entry)
{
	const IO_ERROR_LOG_PACKET *p = Entry;
	size_t size = nt_pool_size(Entry), n;
	char text[LINE_MAX_BYTES];
	if (!size)
		return;
	size--;
	n = (size_t)snprintf(text, sizeof text, "event 0x%08x, status 0x%08x, unique value %u", (unsigned)p->ErrorCode,
	                     (unsigned)p->FinalStatus, p->UniqueErrorValue);
	for (size_t i = 0; i + 4 <= p->DumpDataSize && offsetof(IO_ERROR_LOG_PACKET, DumpData) + i + 4 <= size && n < 400; i += 4)
		n += (size_t)snprintf(text + n, sizeof text - n, "%s0x%x", i ? " " : ", data ", p->DumpData[i / 4]);
	size_t at = p->StringOffset;
	for (unsigned i = 0; i < p->NumberOfStrings && at + 2 <= size && n < 900; i++) {
		const WCHAR *s = (const WCHAR *)((const char *)Entry + at);
		size_t chars = 0;
		while (at + 2 * chars + 2 <= size && s[chars])
			chars++;
		n += (size_t)snprintf(text + n, sizeof text - n, ", \"");
		n += nt_utf8_of(s, chars, text + n, sizeof text - n - 2);
		n += (size_t)snprintf(text + n, sizeof text - n, "\"");
		at += 2 * chars + 2;
	}
	nt_log("error log", text);
	ExFreePoolWithTag(Entry, TAG_ERROR);
}
