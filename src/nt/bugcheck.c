/*
 * KeBugCheck and the callbacks a driver registers for it. They run at HIGH_LEVEL on the crashing thread, newest first, each once; a record
 * whose memory is gone is skipped. Of the reason callbacks, secondary dump data is asked for (the driver's last words go to its log as
 * their size) and added pages. https://learn.microsoft.com/windows-hardware/drivers/kernel/writing-a-bug-check-callback-routine
 */
#include "nt/core.h"
#include <string.h>

#define SECONDARY_BYTES 4096

static LIST_ENTRY plain, reasons; /* nt_lock, except while crashing */
static LIST_ENTRY nmi;

void NTAPI KeBugCheckEx(ULONG BugCheckCode, ULONG_PTR BugCheckParameter1, ULONG_PTR BugCheckParameter2, ULONG_PTR BugCheckParameter3,
                        ULONG_PTR BugCheckParameter4)
{
	nt_bugcheck(BugCheckCode, BugCheckParameter1, BugCheckParameter2, BugCheckParameter3, BugCheckParameter4);
}

void NTAPI KeBugCheck(ULONG BugCheckCode)
{
	nt_bugcheck(BugCheckCode, 0, 0, 0, 0);
}

BOOLEAN NTAPI KeRegisterBugCheckCallback(PKBUGCHECK_CALLBACK_RECORD CallbackRecord, PKBUGCHECK_CALLBACK_ROUTINE CallbackRoutine,
                                         PVOID Buffer, ULONG Length, PUCHAR Component)
{
	bool ok = CallbackRecord->State == BufferEmpty;
	nt_lock();
	if (ok) {
		CallbackRecord->CallbackRoutine = CallbackRoutine;
		CallbackRecord->Buffer = Buffer;
		CallbackRecord->Length = Length;
		CallbackRecord->Component = Component;
		CallbackRecord->Checksum = (ULONG_PTR)CallbackRoutine + (ULONG_PTR)Buffer + Length + (ULONG_PTR)Component;
		CallbackRecord->State = BufferInserted;
		InsertHeadList(&plain, &CallbackRecord->Entry);
	}
	nt_unlock();
	return ok;
}

BOOLEAN NTAPI KeDeregisterBugCheckCallback(PKBUGCHECK_CALLBACK_RECORD CallbackRecord)
{
	bool ok = CallbackRecord->State == BufferInserted;
	nt_lock();
	if (ok) {
		RemoveEntryList(&CallbackRecord->Entry);
		CallbackRecord->State = BufferEmpty;
	}
	nt_unlock();
	return ok;
}

BOOLEAN NTAPI KeRegisterBugCheckReasonCallback(PKBUGCHECK_REASON_CALLBACK_RECORD CallbackRecord,
                                               PKBUGCHECK_REASON_CALLBACK_ROUTINE CallbackRoutine, KBUGCHECK_CALLBACK_REASON Reason,
                                               PUCHAR Component)
{
	bool ok = CallbackRecord->State == BufferEmpty && Reason > KbCallbackReserved1;
	nt_lock();
	if (ok) {
		CallbackRecord->CallbackRoutine = CallbackRoutine;
		CallbackRecord->Reason = Reason;
		CallbackRecord->Component = Component;
		CallbackRecord->Checksum = (ULONG_PTR)CallbackRoutine + (ULONG_PTR)Reason + (ULONG_PTR)Component;
		CallbackRecord->State = BufferInserted;
		InsertHeadList(&reasons, &CallbackRecord->Entry);
	}
	nt_unlock();
	return ok;
}

BOOLEAN NTAPI KeDeregisterBugCheckReasonCallback(PKBUGCHECK_REASON_CALLBACK_RECORD CallbackRecord)
{
	bool ok = CallbackRecord->State == BufferInserted;
	nt_lock();
	if (ok) {
		RemoveEntryList(&CallbackRecord->Entry);
		CallbackRecord->State = BufferEmpty;
	}
	nt_unlock();
	return ok;
}

/* No NMI ever comes: registering succeeds. */
PVOID NTAPI KeRegisterNmiCallback(PNMI_CALLBACK CallbackRoutine, PVOID Context)
{
	LIST_ENTRY *e = nt_pool_alloc(sizeof *e, 'imnK');
	if (e) {
		nt_lock();
		InsertTailList(&nmi, e);
		nt_unlock();
	}
	return e;
}

NTSTATUS NTAPI KeDeregisterNmiCallback(PVOID Handle)
{
	nt_lock();
	RemoveEntryList(Handle);
	nt_unlock();
	nt_pool_free(Handle);
	return STATUS_SUCCESS;
}

static bool sound(const LIST_ENTRY *e, const LIST_ENTRY *head, size_t bytes)
{
	return e != head && nt_readable(e, bytes) && nt_readable(e->Flink, sizeof *e);
}

void nt_bugcheck_callbacks(uint32_t code)
{
	static uint8_t secondary[SECONDARY_BYTES];
	struct nt_thread *t = nt_self();

	if (!t)
		return;
	t->gs->pcr.Irql = HIGH_LEVEL;
	for (LIST_ENTRY *e = plain.Flink, *next; sound(e, &plain, sizeof(KBUGCHECK_CALLBACK_RECORD)); e = next) {
		KBUGCHECK_CALLBACK_RECORD *r = CONTAINING_RECORD(e, KBUGCHECK_CALLBACK_RECORD, Entry);
		next = e->Flink;
		if (r->State != BufferInserted ||
		    r->Checksum != (ULONG_PTR)r->CallbackRoutine + (ULONG_PTR)r->Buffer + r->Length + (ULONG_PTR)r->Component)
			continue;
		r->State = BufferStarted;
		nt_callback_begin("a bug check callback", 0);
		r->CallbackRoutine(r->Buffer, r->Length);
		r->State = BufferFinished;
	}
	for (LIST_ENTRY *e = reasons.Flink, *next; sound(e, &reasons, sizeof(KBUGCHECK_REASON_CALLBACK_RECORD)); e = next) {
		KBUGCHECK_REASON_CALLBACK_RECORD *r = CONTAINING_RECORD(e, KBUGCHECK_REASON_CALLBACK_RECORD, Entry);
		next = e->Flink;
		if (r->State != BufferInserted ||
		    r->Checksum != (ULONG_PTR)r->CallbackRoutine + (ULONG_PTR)r->Reason + (ULONG_PTR)r->Component)
			continue;
		KBUGCHECK_SECONDARY_DUMP_DATA data = {
		        .InBuffer = secondary, .InBufferLength = sizeof secondary, .MaximumAllowed = sizeof secondary};
		KBUGCHECK_ADD_PAGES pages = {.BugCheckCode = code};
		r->State = BufferStarted;
		nt_callback_begin("a bug check reason callback", 0);
		if (r->Reason == KbCallbackSecondaryDumpData)
			r->CallbackRoutine(r->Reason, r, &data, sizeof data);
		else if (r->Reason == KbCallbackAddPages)
			r->CallbackRoutine(r->Reason, r, &pages, sizeof pages);
		r->State = BufferFinished;
	}
}

void nt_bugcheck_init(void)
{
	InitializeListHead(&plain);
	InitializeListHead(&reasons);
	InitializeListHead(&nmi);
}
