/*
 * Threads as drivers see them: creation, end, identity, priority, stack. A driver's PETHREAD and PKTHREAD are one object (struct
 * nt_ethread). Priorities are kept and answered, and change nothing: host threads share the host's processors as it likes.
 */
#include "nt/core.h"
#include <stdio.h>
#include <string.h>
#include <time.h>

#define SYSTEM_PID 4

static NTSTATUS create(PHANDLE handle, PCLIENT_ID client, PKSTART_ROUTINE routine, PVOID context)
{
	char name[32];
	const void *caller = nt_caller();
	struct image_where w = {0};
	NTSTATUS s = STATUS_SUCCESS;

	if (caller)
		image_where(caller, &w);
	snprintf(name, sizeof name, "%.24s", w.module[0] ? w.module : "system thread");
	struct nt_ethread *object = NULL;
	if (!nt_thread_new_object(name, NT_SYSTEM, NULL, context, routine, &object))
		return STATUS_INSUFFICIENT_RESOURCES;
	if (client)
		*client = (CLIENT_ID){.UniqueProcess = (HANDLE)(uintptr_t)SYSTEM_PID, .UniqueThread = (HANDLE)(uintptr_t)object->id};
	if (handle)
		s = nt_handle_create(object, THREAD_ALL_ACCESS, handle);
	ObfDereferenceObject(object);
	return s;
}

NTSTATUS NTAPI PsCreateSystemThread(PHANDLE ThreadHandle, ULONG DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, HANDLE ProcessHandle,
                                    PCLIENT_ID ClientId, PKSTART_ROUTINE StartRoutine, PVOID StartContext)
{
	return create(ThreadHandle, ClientId, StartRoutine, StartContext);
}

NTSTATUS NTAPI IoCreateSystemThread(PVOID IoObject, PHANDLE ThreadHandle, ULONG DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
                                    HANDLE ProcessHandle, PCLIENT_ID ClientId, PKSTART_ROUTINE StartRoutine, PVOID StartContext)
{
	return create(ThreadHandle, ClientId, StartRoutine, StartContext);
}

NTSTATUS NTAPI PsTerminateSystemThread(NTSTATUS ExitStatus)
{
	const struct nt_thread *t = nt_self_checked("PsTerminateSystemThread");
	if (t->kind != NT_SYSTEM)
		return STATUS_INVALID_PARAMETER;
	nt_thread_end(ExitStatus);
}

/* ---- identity */
static struct nt_ethread *self_object(void)
{
	return nt_self_checked("PsGetCurrentThread")->object;
}

PKTHREAD NTAPI KeGetCurrentThread(void)
{
	return (PKTHREAD)self_object();
}

PETHREAD NTAPI PsGetCurrentThread(void)
{
	return (PETHREAD)self_object();
}

#define THREAD(p) ((struct nt_ethread *)(p))

HANDLE NTAPI PsGetCurrentThreadId(void)
{
	return (HANDLE)(uintptr_t)nt_self_checked("PsGetCurrentThreadId")->id;
}

HANDLE NTAPI PsGetThreadId(PETHREAD Thread)
{
	return (HANDLE)(uintptr_t)THREAD(Thread)->id;
}

HANDLE NTAPI PsGetThreadProcessId(PETHREAD Thread)
{
	return (HANDLE)(uintptr_t)SYSTEM_PID;
}

LONGLONG NTAPI PsGetThreadCreateTime(PETHREAD Thread)
{
	return (LONGLONG)THREAD(Thread)->create_time;
}

NTSTATUS NTAPI PsGetThreadExitStatus(PETHREAD Thread)
{
	return THREAD(Thread)->exit_status;
}

BOOLEAN NTAPI PsIsSystemThread(PETHREAD Thread)
{
	return THREAD(Thread)->system;
}

BOOLEAN NTAPI IoIsSystemThread(PETHREAD Thread)
{
	return THREAD(Thread)->system;
}

BOOLEAN NTAPI PsIsThreadTerminating(PETHREAD Thread)
{
	return THREAD(Thread)->terminating;
}

PVOID NTAPI PsGetCurrentThreadTeb(void)
{
	return NULL; /* system threads have none */
}

NTSTATUS NTAPI PsLookupThreadByThreadId(HANDLE ThreadId, PETHREAD *Thread)
{
	NTSTATUS s = STATUS_INVALID_PARAMETER;

	nt_lock();
	list_each(l, nt_threads())
	{
		struct nt_thread *t = base_container_of(l, struct nt_thread, link);
		if (t->id == (uintptr_t)ThreadId && t->object->thread) {
			ObfReferenceObject(t->object);
			*Thread = (PETHREAD)t->object;
			s = STATUS_SUCCESS;
		}
	}
	nt_unlock();
	return s;
}

KPROCESSOR_MODE NTAPI ExGetPreviousMode(void)
{
	return KernelMode;
}

/* ---- priority */
KPRIORITY NTAPI KeSetPriorityThread(PKTHREAD Thread, KPRIORITY Priority)
{
	KPRIORITY old = THREAD(Thread)->priority;
	if (Priority < 1 || Priority > HIGH_PRIORITY)
		nt_finding("thread", "KeSetPriorityThread(%d): priorities are 1 to %d", Priority, HIGH_PRIORITY);
	else
		THREAD(Thread)->priority = Priority;
	return old;
}

KPRIORITY NTAPI KeQueryPriorityThread(PKTHREAD Thread)
{
	return THREAD(Thread)->priority;
}

LONG NTAPI KeSetBasePriorityThread(PKTHREAD Thread, LONG Increment)
{
	LONG old = THREAD(Thread)->base_priority - 8;
	THREAD(Thread)->base_priority = THREAD(Thread)->priority = 8 + Increment;
	return old;
}

UCHAR NTAPI KeSetIdealProcessorThread(PKTHREAD Thread, UCHAR Processor)
{
	nt_lock();
	struct nt_thread *t = THREAD(Thread)->thread;
	UCHAR old = t ? (UCHAR)t->cpu : 0;
	if (t && Processor < nt_cpus_active && t->gs->pcr.Irql < DISPATCH_LEVEL && (!t->affinity || t->affinity >> Processor & 1))
		nt_cpu_set(t, Processor);
	nt_unlock();
	return old;
}

static uint64_t host_time_100ns(struct nt_ethread *e)
{
	struct timespec ts = {0};
	clockid_t id;

	nt_lock();
	if (e->thread && !nt_serial() && !pthread_getcpuclockid(e->thread->host, &id))
		clock_gettime(id, &ts);
	nt_unlock();
	return (uint64_t)ts.tv_sec * NT_SECOND + (uint64_t)ts.tv_nsec / 100;
}

/* In clock ticks. Serial mode answers 0: host processor time would make runs differ. */
ULONG NTAPI KeQueryRuntimeThread(PKTHREAD Thread, PULONG UserTime)
{
	*UserTime = 0;
	return (ULONG)(host_time_100ns(THREAD(Thread)) / KeQueryTimeIncrement());
}

ULONG64 NTAPI KeQueryTotalCycleTimeThread(PKTHREAD Thread, PULONG64 CycleTimeStamp)
{
	*CycleTimeStamp = nt_serial() ? nt_time_100ns() : __builtin_ia32_rdtsc();
	return host_time_100ns(THREAD(Thread));
}

/* ---- processes are one: attaching is remembered and changes nothing */
void NTAPI KeStackAttachProcess(PRKPROCESS PROCESS, PVOID ApcState)
{
	struct nt_thread *t = nt_self_checked("KeStackAttachProcess");
	*(void **)ApcState = t->attached_process;
	t->attached_process = PROCESS;
}

void NTAPI KeUnstackDetachProcess(PVOID ApcState)
{
	nt_self_checked("KeUnstackDetachProcess")->attached_process = *(void **)ApcState;
}

void NTAPI KeAttachProcess(PRKPROCESS Process)
{
	nt_self_checked("KeAttachProcess")->attached_process = Process;
}

void NTAPI KeDetachProcess(void)
{
	nt_self_checked("KeDetachProcess")->attached_process = NULL;
}

/* ---- stack */
void NTAPI IoGetStackLimits(PULONG_PTR LowLimit, PULONG_PTR HighLimit)
{
	const struct nt_thread *t = nt_self_checked("IoGetStackLimits");
	*LowLimit = (ULONG_PTR)t->gs->image.stack_low;
	*HighLimit = (ULONG_PTR)t->gs->image.stack_high;
}

PVOID NTAPI IoGetInitialStack(void)
{
	return nt_self_checked("IoGetInitialStack")->gs->image.stack_high;
}

ULONG NTAPI IoWithinStackLimits(ULONG_PTR RegionStart, SIZE_T RegionSize)
{
	ULONG_PTR low, high;
	IoGetStackLimits(&low, &high);
	return RegionStart >= low && RegionStart + RegionSize <= high && RegionStart + RegionSize >= RegionStart;
}

/* Our stacks are twenty times a kernel stack: there is nothing to expand, only to check. */
NTSTATUS NTAPI KeExpandKernelStackAndCalloutEx(PEXPAND_STACK_CALLOUT Callout, PVOID Parameter, SIZE_T Size, BOOLEAN Wait, PVOID Context)
{
	ULONG_PTR low, high, here = (ULONG_PTR)__builtin_frame_address(0);

	if (Size > MAXIMUM_EXPANSION_SIZE)
		return STATUS_INVALID_PARAMETER_3;
	IoGetStackLimits(&low, &high);
	if (here < low || here - low < Size)
		return STATUS_NO_MEMORY;
	((void(NTAPI *)(PVOID))Callout)(Parameter);
	return STATUS_SUCCESS;
}

NTSTATUS NTAPI KeExpandKernelStackAndCallout(PEXPAND_STACK_CALLOUT Callout, PVOID Parameter, SIZE_T Size)
{
	return KeExpandKernelStackAndCalloutEx(Callout, Parameter, Size, FALSE, NULL);
}
