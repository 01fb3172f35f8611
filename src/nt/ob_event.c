/*
 * Events by name or handle, and waiting for a handle. Pages: wdm IoCreateNotificationEvent, ZwCreateEvent, ZwOpenEvent,
 * ZwWaitForSingleObject.
 */
#include "nt/exec.h"

static NTSTATUS event_open(PCUNICODE_STRING name, EVENT_TYPE type, BOOLEAN state, ACCESS_MASK access, bool create, bool must_be_new,
                           HANDLE *h, KEVENT **out)
{
	KEVENT *e = name && name->Length ? nt_ob_name_find(name, &nt_ob_event) : NULL;
	NTSTATUS st = STATUS_SUCCESS;
	if (out)
		*out = NULL;
	if (e && must_be_new) {
		st = STATUS_OBJECT_NAME_COLLISION;
	} else if (!e && !create) {
		return STATUS_OBJECT_NAME_NOT_FOUND;
	} else if (!e) {
		e = nt_ob_create(&nt_ob_event, sizeof *e);
		if (!e)
			return STATUS_INSUFFICIENT_RESOURCES;
		KeInitializeEvent(e, type, state);
		if (name && name->Length)
			st = nt_ob_name_set(name, e);
	}
	if (!st)
		st = nt_handle_create(e, access, h);
	ObfDereferenceObject(e);
	if (out)
		*out = st ? NULL : e;
	return st;
}

PKEVENT NTAPI IoCreateNotificationEvent(PUNICODE_STRING EventName, PHANDLE EventHandle)
{
	KEVENT *e = NULL;
	event_open(EventName, NotificationEvent, TRUE, EVENT_ALL_ACCESS, true, false, EventHandle, &e);
	return e;
}
PKEVENT NTAPI IoCreateSynchronizationEvent(PUNICODE_STRING EventName, PHANDLE EventHandle)
{
	KEVENT *e = NULL;
	event_open(EventName, SynchronizationEvent, TRUE, EVENT_ALL_ACCESS, true, false, EventHandle, &e);
	return e;
}
NTSTATUS NTAPI ZwCreateEvent(PHANDLE EventHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, EVENT_TYPE EventType,
                             BOOLEAN InitialState)
{
	PCUNICODE_STRING name = ObjectAttributes ? ObjectAttributes->ObjectName : NULL;
	return event_open(name, EventType, InitialState, DesiredAccess, true,
	                  !ObjectAttributes || !(ObjectAttributes->Attributes & OBJ_OPENIF), EventHandle, NULL);
}
NTSTATUS NTAPI ZwOpenEvent(PHANDLE EventHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes)
{
	return event_open(ObjectAttributes->ObjectName, NotificationEvent, FALSE, DesiredAccess, false, false, EventHandle, NULL);
}
NTSTATUS NTAPI ZwSetEvent(HANDLE EventHandle, PLONG PreviousState)
{
	KEVENT *e = nt_handle_body(EventHandle, &nt_ob_event);
	if (!e)
		return STATUS_INVALID_HANDLE;
	LONG previous = KeSetEvent(e, 0, FALSE);
	if (PreviousState)
		*PreviousState = previous;
	return STATUS_SUCCESS;
}
NTSTATUS NTAPI ZwWaitForSingleObject(HANDLE Handle, BOOLEAN Alertable, PLARGE_INTEGER Timeout)
{
	PVOID body;
	NTSTATUS st = ObReferenceObjectByHandle(Handle, 0, NULL, KernelMode, &body, NULL);
	if (st)
		return st;
	struct _OBJECT_TYPE *t = nt_ob_type(body);
	if (t == &nt_ob_event || t == &nt_ob_thread || t == &nt_ob_process || t == &nt_ob_semaphore || t == &nt_ob_timer ||
	    t == &nt_ob_mutant)
		st = KeWaitForSingleObject(body, UserRequest, KernelMode, Alertable, Timeout);
	else
		st = STATUS_OBJECT_TYPE_MISMATCH;
	ObfDereferenceObject(body);
	return st;
}
