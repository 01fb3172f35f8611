/*
 * Callback objects, UUIDs, firmware, run-once, and other odds of the executive. Pages: wdm ExCreateCallback, ExUuidCreate, ntddk
 * RtlRunOnceExecuteOnce.
 */
#include "nt/exec.h"
#include <ntifs.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

/* ---- callback objects */
struct callback {
	struct list registrations;
	bool multiple;
	pthread_mutex_t lock;
};
struct callback_registration {
	struct list link;
	struct callback *object;
	PCALLBACK_FUNCTION fn;
	PVOID context;
};
struct _OBJECT_TYPE nt_ob_callback = {.name = "Callback"};

NTSTATUS NTAPI ExCreateCallback(PCALLBACK_OBJECT *CallbackObject, POBJECT_ATTRIBUTES ObjectAttributes, BOOLEAN Create,
                                BOOLEAN AllowMultiple)
{
	PCUNICODE_STRING name = ObjectAttributes ? ObjectAttributes->ObjectName : NULL;
	struct callback *c = name ? nt_ob_name_find(name, &nt_ob_callback) : NULL;
	*CallbackObject = NULL;
	if (!c) {
		char text[200];
		if (!Create) {
			nt_utf8_of_ustr(name, text, sizeof text);
			nt_logf("nt", "ExCreateCallback(%s): nobody made that callback object", text);
			return STATUS_OBJECT_NAME_NOT_FOUND;
		}
		c = nt_ob_create(&nt_ob_callback, sizeof *c);
		if (!c)
			return STATUS_INSUFFICIENT_RESOURCES;
		list_init(&c->registrations);
		pthread_mutex_init(&c->lock, NULL);
		c->multiple = AllowMultiple;
		NTSTATUS st = name ? nt_ob_name_set(name, c) : STATUS_SUCCESS;
		if (st) {
			ObfDereferenceObject(c);
			return st;
		}
	}
	*CallbackObject = (PCALLBACK_OBJECT)c;
	return STATUS_SUCCESS;
}
PVOID NTAPI ExRegisterCallback(PCALLBACK_OBJECT CallbackObject, PCALLBACK_FUNCTION Function, PVOID Context)
{
	struct callback *c = (struct callback *)CallbackObject;
	struct callback_registration *r = nt_pool_alloc_for(nt_caller(), NonPagedPool, sizeof *r, 0x52626c43u /* "ClbR" */, true);
	if (!r)
		return NULL;
	r->object = c;
	r->fn = Function;
	r->context = Context;
	pthread_mutex_lock(&c->lock);
	bool ok = c->multiple || list_empty(&c->registrations);
	if (ok)
		list_add(&c->registrations, &r->link);
	pthread_mutex_unlock(&c->lock);
	if (!ok) {
		nt_pool_free(r);
		return NULL;
	}
	ObfReferenceObject(c);
	return r;
}
VOID NTAPI ExUnregisterCallback(PVOID Registration)
{
	struct callback_registration *r = Registration;
	struct callback *c = r->object;
	pthread_mutex_lock(&c->lock);
	list_del(&r->link);
	pthread_mutex_unlock(&c->lock);
	ExFreePool(r);
	ObfDereferenceObject(c);
}
VOID NTAPI ExNotifyCallback(PVOID CallbackObject, PVOID Argument1, PVOID Argument2)
{
	struct callback *c = CallbackObject;
	struct callback_registration copies[32];
	unsigned n = 0;
	if (!c)
		return;
	pthread_mutex_lock(&c->lock);
	list_each(l, &c->registrations) if (n < ARRAY_LEN(copies)) copies[n++] = *base_container_of(l, struct callback_registration, link);
	pthread_mutex_unlock(&c->lock);
	for (unsigned i = 0; i < n; i++)
		((CALLBACK_FUNCTION *)copies[i].fn)(copies[i].context, Argument1, Argument2);
}

/* ---- version 4 UUIDs; from the seed in serial mode, so that a run repeats */
NTSTATUS NTAPI ExUuidCreate(UUID *Uuid)
{
	static uint64_t counter;
	uint8_t b[16];
	if (nt_cfg.serial) {
		uint64_t x = nt_cfg.seed ^ ++counter * 0x9e3779b97f4a7c15ull;
		for (int i = 0; i < 16; i++) {
			x = (x ^ x >> 29) * 0xbf58476d1ce4e5b9ull;
			b[i] = (uint8_t)(x >> 56);
		}
	} else if (getrandom(b, sizeof b, 0) != sizeof b) {
		return STATUS_RETRY;
	}
	b[7] = (uint8_t)((b[7] & 0x0f) | 0x40);
	b[8] = (uint8_t)((b[8] & 0x3f) | 0x80);
	memcpy(Uuid, b, sizeof b);
	return STATUS_SUCCESS;
}

/* ---- firmware: none */
NTSTATUS NTAPI ExGetFirmwareEnvironmentVariable(PUNICODE_STRING VariableName, LPGUID VendorGuid, PVOID Value, PULONG ValueLength,
                                                PULONG Attributes)
{
	char name[200];
	nt_utf8_of_ustr(VariableName, name, sizeof name);
	nt_logf("nt", "ExGetFirmwareEnvironmentVariable(%s): there is no firmware", name);
	return STATUS_NOT_IMPLEMENTED; /* the page: legacy BIOS */
}
NTSTATUS NTAPI ExSetFirmwareEnvironmentVariable(PUNICODE_STRING VariableName, LPGUID VendorGuid, PVOID Value, ULONG ValueLength,
                                                ULONG Attributes)
{
	return STATUS_NOT_IMPLEMENTED;
}
FIRMWARE_TYPE NTAPI ExGetFirmwareType(VOID)
{
	return FirmwareTypeBios;
}
NTSTATUS NTAPI ExGetSystemFirmwareTable(ULONG Provider, ULONG TableID, PVOID Buffer, ULONG Length, PULONG ReturnLength)
{
	nt_logf("nt", "ExGetSystemFirmwareTable(provider 0x%08x, table 0x%08x): there is no firmware", Provider, TableID);
	if (ReturnLength)
		*ReturnLength = 0;
	return STATUS_NOT_FOUND;
}

/* ---- run once. RunOnce.Ptr: 0 not begun, 1 in progress, else done: context (low two bits clear) | 2. */
VOID NTAPI RtlRunOnceInitialize(PRTL_RUN_ONCE RunOnce)
{
	RunOnce->Ptr = NULL;
}
NTSTATUS NTAPI RtlRunOnceBeginInitialize(PRTL_RUN_ONCE RunOnce, ULONG Flags, PVOID *Context)
{
	for (;;) {
		uintptr_t v = __atomic_load_n((uintptr_t *)&RunOnce->Ptr, __ATOMIC_ACQUIRE);
		if ((v & 3) == 2) {
			if (Context)
				*Context = (PVOID)(v & ~(uintptr_t)3);
			return STATUS_SUCCESS;
		}
		if (Flags & RTL_RUN_ONCE_CHECK_ONLY)
			return STATUS_UNSUCCESSFUL;
		if (!v && __atomic_compare_exchange_n((uintptr_t *)&RunOnce->Ptr, &v, 1, false, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE))
			return STATUS_PENDING;
		if (Flags & RTL_RUN_ONCE_ASYNC)
			return STATUS_PENDING; /* several may initialize; the first to complete wins */
		LARGE_INTEGER wait = {.QuadPart = -10000};
		KeDelayExecutionThread(KernelMode, FALSE, &wait);
	}
}
NTSTATUS NTAPI RtlRunOnceComplete(PRTL_RUN_ONCE RunOnce, ULONG Flags, PVOID Context)
{
	uintptr_t expected = 1, v = Flags & RTL_RUN_ONCE_INIT_FAILED ? 0 : (uintptr_t)Context | 2;
	if ((uintptr_t)Context & 3)
		return STATUS_INVALID_PARAMETER_3;
	if (!__atomic_compare_exchange_n((uintptr_t *)&RunOnce->Ptr, &expected, v, false, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE))
		return Flags & RTL_RUN_ONCE_ASYNC ? STATUS_OBJECT_NAME_COLLISION : STATUS_UNSUCCESSFUL;
	return STATUS_SUCCESS;
}
NTSTATUS NTAPI RtlRunOnceExecuteOnce(PRTL_RUN_ONCE RunOnce, PRTL_RUN_ONCE_INIT_FN InitFn, PVOID Parameter, PVOID *Context)
{
	PVOID result = NULL;
	NTSTATUS st = RtlRunOnceBeginInitialize(RunOnce, 0, Context);
	if (st != STATUS_PENDING)
		return st;
	if (!((RTL_RUN_ONCE_INIT_FN *)(void *)InitFn)(RunOnce, Parameter, &result)) {
		RtlRunOnceComplete(RunOnce, RTL_RUN_ONCE_INIT_FAILED, NULL);
		return STATUS_UNSUCCESSFUL;
	}
	if (Context)
		*Context = result;
	return RtlRunOnceComplete(RunOnce, 0, result);
}

BOOLEAN NTAPI ExIsManufacturingModeEnabled(VOID)
{
	return FALSE;
}
BOOLEAN NTAPI ExIsSoftBoot(VOID)
{
	return FALSE;
}
BOOLEAN NTAPI RtlIsStateSeparationEnabled(VOID)
{
	return FALSE;
}
BOOLEAN NTAPI RtlIsMultiSessionSku(VOID)
{
	return FALSE;
}
BOOLEAN NTAPI RtlIsMultiUsersInSessionSku(VOID)
{
	return FALSE;
}
ULONG NTAPI RtlGetActiveConsoleId(VOID)
{
	return 1;
}
PCWSTR NTAPI RtlGetNtSystemRoot(VOID)
{
	return u"C:\\Windows";
}

/* Page: ntifs RtlNtStatusToDosError: the codes that network drivers meet; others are ERROR_MR_MID_NOT_FOUND, as documented. */
ULONG NTAPI RtlNtStatusToDosError(NTSTATUS Status)
{
	static const struct {
		NTSTATUS status;
		ULONG error;
	} map[] = {{STATUS_SUCCESS, 0},
	           {STATUS_PENDING, 997},
	           {STATUS_ACCESS_DENIED, 5},
	           {STATUS_INVALID_HANDLE, 6},
	           {STATUS_NO_MEMORY, 8},
	           {STATUS_INSUFFICIENT_RESOURCES, 1450},
	           {STATUS_NOT_SUPPORTED, 50},
	           {STATUS_INVALID_PARAMETER, 87},
	           {STATUS_BUFFER_TOO_SMALL, 122},
	           {STATUS_BUFFER_OVERFLOW, 234},
	           {STATUS_OBJECT_NAME_NOT_FOUND, 2},
	           {STATUS_OBJECT_PATH_NOT_FOUND, 3},
	           {STATUS_OBJECT_NAME_COLLISION, 183},
	           {STATUS_DEVICE_NOT_READY, 21},
	           {STATUS_CANCELLED, 995},
	           {STATUS_TIMEOUT, 258},
	           {STATUS_IO_TIMEOUT, 121},
	           {STATUS_DEVICE_BUSY, 170},
	           {STATUS_INVALID_DEVICE_REQUEST, 1},
	           {STATUS_UNSUCCESSFUL, 31},
	           {STATUS_NO_SUCH_DEVICE, 2},
	           {STATUS_NOT_FOUND, 1168},
	           {STATUS_NO_MORE_ENTRIES, 259},
	           {STATUS_INFO_LENGTH_MISMATCH, 24},
	           {STATUS_INVALID_DEVICE_STATE, 22},
	           {STATUS_DELETE_PENDING, 5}};
	for (unsigned i = 0; i < ARRAY_LEN(map); i++)
		if (map[i].status == Status)
			return map[i].error;
	return 317;
}
ULONG NTAPI RtlNtStatusToDosErrorNoTeb(NTSTATUS Status)
{
	return RtlNtStatusToDosError(Status);
}

/* Frames of the driver only: ours have no place in a Windows stack. Pages: ntddk RtlWalkFrameChain, ntifs RtlCaptureStackBackTrace. */
ULONG NTAPI RtlWalkFrameChain(PVOID *Callers, ULONG Count, ULONG Flags)
{
	struct image_where w[32];
	unsigned n = image_backtrace(w, Count < ARRAY_LEN(w) ? (unsigned)Count : (unsigned)ARRAY_LEN(w)), k = 0;
	for (unsigned i = 0; i < n; i++)
		if (w[i].image)
			Callers[k++] = (char *)image_info(w[i].image)->base + w[i].rva;
	return k;
}
USHORT NTAPI RtlCaptureStackBackTrace(ULONG FramesToSkip, ULONG FramesToCapture, PVOID *BackTrace, PULONG BackTraceHash)
{
	PVOID all[32];
	ULONG n = RtlWalkFrameChain(all, 32, 0), k = 0, hash = 0;
	for (ULONG i = FramesToSkip; i < n && k < FramesToCapture; i++) {
		BackTrace[k++] = all[i];
		hash += (ULONG)(uintptr_t)all[i];
	}
	if (BackTraceHash)
		*BackTraceHash = hash;
	return (USHORT)k;
}
