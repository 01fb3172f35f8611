/*
 * Processes: there is one, System (id 4). Threads are core's (ps_thread.c). Notifications of processes and images are registered and never
 * called: no process starts in the machine. Pages: ntddk Ps*, ntifs PsLookupProcessByProcessId.
 */
#include "nt/core.h"
#include <string.h>

#define SYSTEM_PID ((HANDLE)4)
struct process {
	DISPATCHER_HEADER header;
	HANDLE id;
	LONGLONG created;
	uint8_t rest[0x800]; /* EPROCESS is opaque; drivers hold pointers only */
};
PEPROCESS PsInitialSystemProcess;

int nt_ps_init(void)
{
	struct process *p = nt_ob_create(&nt_ob_process, sizeof *p);
	if (!p)
		return -ENOMEM;
	nt_object_init(&p->header, NT_OBJECT_PROCESS, sizeof *p, 0);
	p->id = SYSTEM_PID;
	p->created = (LONGLONG)clock_wall_100ns();
	PsInitialSystemProcess = (PEPROCESS)p;
	return 0;
}
void nt_ps_exit(void)
{
	if (PsInitialSystemProcess)
		ObfDereferenceObject(PsInitialSystemProcess);
	PsInitialSystemProcess = NULL;
}

PEPROCESS NTAPI IoGetCurrentProcess(VOID)
{
	return PsInitialSystemProcess;
}
PEPROCESS NTAPI IoThreadToProcess(PETHREAD Thread)
{
	return PsInitialSystemProcess;
}
HANDLE NTAPI PsGetCurrentProcessId(VOID)
{
	return SYSTEM_PID;
}
HANDLE NTAPI PsGetProcessId(PEPROCESS Process)
{
	return ((struct process *)Process)->id;
}
LONGLONG NTAPI PsGetProcessCreateTimeQuadPart(PEPROCESS Process)
{
	return ((struct process *)Process)->created;
}
NTSTATUS NTAPI PsGetProcessExitStatus(PEPROCESS Process)
{
	return STATUS_PENDING;
}
NTSTATUS NTAPI PsLookupProcessByProcessId(HANDLE ProcessId, PEPROCESS *Process)
{
	*Process = NULL;
	if (ProcessId != SYSTEM_PID)
		return STATUS_INVALID_CID;
	ObfReferenceObject(PsInitialSystemProcess);
	*Process = PsInitialSystemProcess;
	return STATUS_SUCCESS;
}
NTSTATUS NTAPI ZwOpenProcess(PHANDLE ProcessHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, PCLIENT_ID ClientId)
{
	if (!ClientId || ClientId->UniqueProcess != SYSTEM_PID)
		return STATUS_INVALID_CID;
	return nt_handle_create(PsInitialSystemProcess, DesiredAccess, ProcessHandle);
}

/* ---- notifications: a registry of routines, so that double registration and removal of an unknown one answer as documented */
#define ROUTINES 64
static struct {
	pthread_mutex_t lock;
	void *fn[ROUTINES];
} notify[3] = {{.lock = PTHREAD_MUTEX_INITIALIZER}, {.lock = PTHREAD_MUTEX_INITIALIZER}, {.lock = PTHREAD_MUTEX_INITIALIZER}};
enum { ON_PROCESS, ON_THREAD, ON_IMAGE };

static NTSTATUS set(unsigned kind, void *fn, bool remove, NTSTATUS missing)
{
	NTSTATUS st = remove ? missing : STATUS_INVALID_PARAMETER; /* the page: the maximum number of routines is registered */
	pthread_mutex_lock(&notify[kind].lock);
	for (unsigned i = 0; i < ROUTINES; i++)
		if (notify[kind].fn[i] == (remove ? fn : NULL)) {
			notify[kind].fn[i] = remove ? NULL : fn;
			st = STATUS_SUCCESS;
			break;
		}
	pthread_mutex_unlock(&notify[kind].lock);
	return st;
}
NTSTATUS NTAPI PsSetCreateProcessNotifyRoutine(PCREATE_PROCESS_NOTIFY_ROUTINE NotifyRoutine, BOOLEAN Remove)
{
	return set(ON_PROCESS, (void *)NotifyRoutine, Remove, STATUS_INVALID_PARAMETER);
}
NTSTATUS NTAPI PsSetCreateProcessNotifyRoutineEx(PCREATE_PROCESS_NOTIFY_ROUTINE_EX NotifyRoutine, BOOLEAN Remove)
{
	return set(ON_PROCESS, (void *)NotifyRoutine, Remove, STATUS_INVALID_PARAMETER);
}
NTSTATUS NTAPI PsSetCreateThreadNotifyRoutine(PCREATE_THREAD_NOTIFY_ROUTINE NotifyRoutine)
{
	return set(ON_THREAD, (void *)NotifyRoutine, false, 0);
}
NTSTATUS NTAPI PsRemoveCreateThreadNotifyRoutine(PCREATE_THREAD_NOTIFY_ROUTINE NotifyRoutine)
{
	return set(ON_THREAD, (void *)NotifyRoutine, true, STATUS_PROCEDURE_NOT_FOUND);
}
NTSTATUS NTAPI PsSetLoadImageNotifyRoutine(PLOAD_IMAGE_NOTIFY_ROUTINE NotifyRoutine)
{
	return set(ON_IMAGE, (void *)NotifyRoutine, false, 0);
}
NTSTATUS NTAPI PsRemoveLoadImageNotifyRoutine(PLOAD_IMAGE_NOTIFY_ROUTINE NotifyRoutine)
{
	return set(ON_IMAGE, (void *)NotifyRoutine, true, STATUS_PROCEDURE_NOT_FOUND);
}

/* ---- clients' impersonation: nobody impersonates */
PACCESS_TOKEN NTAPI PsReferencePrimaryToken(PEPROCESS Process)
{
	static void *token;
	if (!token)
		token = nt_ob_create(&nt_ob_token, 64);
	ObfReferenceObject(token);
	return token;
}
VOID NTAPI PsDereferencePrimaryToken(PACCESS_TOKEN PrimaryToken)
{
	ObfDereferenceObject(PrimaryToken);
}
