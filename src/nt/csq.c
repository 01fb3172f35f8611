/*
 * Cancel-safe queues. Page: wdm IoCsqInitialize, kernel/cancel-safe-irp-queues.
 */
#include "nt/exec.h"
#include <string.h>

static void csq_init(PIO_CSQ q, ULONG type, void *insert, PIO_CSQ_REMOVE_IRP remove, PIO_CSQ_PEEK_NEXT_IRP peek,
                     PIO_CSQ_ACQUIRE_LOCK acquire, PIO_CSQ_RELEASE_LOCK release, PIO_CSQ_COMPLETE_CANCELED_IRP complete)
{
	q->Type = type;
	memcpy(&q->CsqInsertIrp, &insert, sizeof insert);
	q->CsqRemoveIrp = remove;
	q->CsqPeekNextIrp = peek;
	q->CsqAcquireLock = acquire;
	q->CsqReleaseLock = release;
	q->CsqCompleteCanceledIrp = complete;
	q->ReservePointer = NULL;
}
NTSTATUS NTAPI IoCsqInitialize(PIO_CSQ Csq, PIO_CSQ_INSERT_IRP Insert, PIO_CSQ_REMOVE_IRP Remove, PIO_CSQ_PEEK_NEXT_IRP Peek,
                               PIO_CSQ_ACQUIRE_LOCK Acquire, PIO_CSQ_RELEASE_LOCK Release, PIO_CSQ_COMPLETE_CANCELED_IRP Complete)
{
	csq_init(Csq, IO_TYPE_CSQ, (void *)Insert, Remove, Peek, Acquire, Release, Complete);
	return STATUS_SUCCESS;
}
NTSTATUS NTAPI IoCsqInitializeEx(PIO_CSQ Csq, PIO_CSQ_INSERT_IRP_EX Insert, PIO_CSQ_REMOVE_IRP Remove, PIO_CSQ_PEEK_NEXT_IRP Peek,
                                 PIO_CSQ_ACQUIRE_LOCK Acquire, PIO_CSQ_RELEASE_LOCK Release, PIO_CSQ_COMPLETE_CANCELED_IRP Complete)
{
	csq_init(Csq, IO_TYPE_CSQ_EX, (void *)Insert, Remove, Peek, Acquire, Release, Complete);
	return STATUS_SUCCESS;
}

#define CALL(type, fn) ((type *)(void *)(fn))

/* Called with the cancel spin lock held; the queue's own lock decides who has the IRP. */
static VOID NTAPI csq_cancel(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
	KIRQL irql;
	PIO_CSQ q = Irp->Tail.Overlay.DriverContext[3];
	IoReleaseCancelSpinLock(Irp->CancelIrql);
	if (q->Type == IO_TYPE_CSQ_IRP_CONTEXT) {
		PIO_CSQ_IRP_CONTEXT c = (PIO_CSQ_IRP_CONTEXT)q;
		q = c->Csq;
		c->Irp = NULL;
	}
	CALL(IO_CSQ_ACQUIRE_LOCK, q->CsqAcquireLock)(q, &irql);
	CALL(IO_CSQ_REMOVE_IRP, q->CsqRemoveIrp)(q, Irp);
	CALL(IO_CSQ_RELEASE_LOCK, q->CsqReleaseLock)(q, irql);
	CALL(IO_CSQ_COMPLETE_CANCELED_IRP, q->CsqCompleteCanceledIrp)(q, Irp);
}

NTSTATUS NTAPI IoCsqInsertIrpEx(PIO_CSQ Csq, PIRP Irp, PIO_CSQ_IRP_CONTEXT Context, PVOID InsertContext)
{
	KIRQL irql;
	NTSTATUS st = STATUS_SUCCESS;
	Irp->Tail.Overlay.DriverContext[3] = Context ? (PVOID)Context : (PVOID)Csq;
	if (Context) {
		Context->Type = IO_TYPE_CSQ_IRP_CONTEXT;
		Context->Irp = Irp;
		Context->Csq = Csq;
	}
	CALL(IO_CSQ_ACQUIRE_LOCK, Csq->CsqAcquireLock)(Csq, &irql);
	if (Csq->Type == IO_TYPE_CSQ_EX)
		st = CALL(IO_CSQ_INSERT_IRP_EX, Csq->CsqInsertIrp)(Csq, Irp, InsertContext);
	else
		CALL(IO_CSQ_INSERT_IRP, Csq->CsqInsertIrp)(Csq, Irp);
	if (!NT_SUCCESS(st)) {
		CALL(IO_CSQ_RELEASE_LOCK, Csq->CsqReleaseLock)(Csq, irql);
		return st;
	}
	IoMarkIrpPending(Irp);
	IoSetCancelRoutine(Irp, csq_cancel);
	if (Irp->Cancel && IoSetCancelRoutine(Irp, NULL)) { /* cancelled before it was queued: nobody else will complete it */
		CALL(IO_CSQ_REMOVE_IRP, Csq->CsqRemoveIrp)(Csq, Irp);
		if (Context)
			Context->Irp = NULL;
		CALL(IO_CSQ_RELEASE_LOCK, Csq->CsqReleaseLock)(Csq, irql);
		CALL(IO_CSQ_COMPLETE_CANCELED_IRP, Csq->CsqCompleteCanceledIrp)(Csq, Irp);
		return st;
	}
	CALL(IO_CSQ_RELEASE_LOCK, Csq->CsqReleaseLock)(Csq, irql);
	return st;
}
VOID NTAPI IoCsqInsertIrp(PIO_CSQ Csq, PIRP Irp, PIO_CSQ_IRP_CONTEXT Context)
{
	IoCsqInsertIrpEx(Csq, Irp, Context, NULL);
}

/* Lock held. True: the IRP is the caller's. */
static bool take(PIO_CSQ q, PIRP irp)
{
	if (!IoSetCancelRoutine(irp, NULL))
		return false;
	CALL(IO_CSQ_REMOVE_IRP, q->CsqRemoveIrp)(q, irp);
	PIO_CSQ_IRP_CONTEXT c = irp->Tail.Overlay.DriverContext[3];
	if (c && c->Type == IO_TYPE_CSQ_IRP_CONTEXT)
		c->Irp = NULL;
	irp->Tail.Overlay.DriverContext[3] = NULL;
	return true;
}

PIRP NTAPI IoCsqRemoveIrp(PIO_CSQ Csq, PIO_CSQ_IRP_CONTEXT Context)
{
	KIRQL irql;
	PIRP irp;
	CALL(IO_CSQ_ACQUIRE_LOCK, Csq->CsqAcquireLock)(Csq, &irql);
	irp = Context->Irp;
	if (irp && !take(Csq, irp))
		irp = NULL;
	CALL(IO_CSQ_RELEASE_LOCK, Csq->CsqReleaseLock)(Csq, irql);
	return irp;
}
PIRP NTAPI IoCsqRemoveNextIrp(PIO_CSQ Csq, PVOID PeekContext)
{
	KIRQL irql;
	PIRP irp = NULL;
	CALL(IO_CSQ_ACQUIRE_LOCK, Csq->CsqAcquireLock)(Csq, &irql);
	while ((irp = CALL(IO_CSQ_PEEK_NEXT_IRP, Csq->CsqPeekNextIrp)(Csq, irp, PeekContext)))
		if (take(Csq, irp))
			break;
	CALL(IO_CSQ_RELEASE_LOCK, Csq->CsqReleaseLock)(Csq, irql);
	return irp;
}
