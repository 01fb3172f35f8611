/*
 * oid_watch: the request that a driver pends and forgets.
 *
 * A driver with MiniportCheckForHangEx or MiniportResetEx has reset.c to look after its requests. One without would let whoever waits hang
 * for ever, and the report would blame the waiter. So a pended request gets a one-shot timer: after WATCH_CANCEL_MS the finding names the
 * request and MiniportCancelOidRequest is called, as a requester that gives up would; after WATCH_HANG_MS more the driver is ended as hung,
 * by the request's name. The times are ours; the documented bound is one second (RP-215). Idle costs nothing: the timer runs only while a
 * request pends.
 */
#include "ndis/ndis_internal.h"

#define WATCH_CANCEL_MS 5000
#define WATCH_HANG_MS   7000

static void arm(struct ndis_adapter *a, unsigned ms)
{
	LARGE_INTEGER due = {.QuadPart = -(LONGLONG)ms * 10000};

	KeSetTimer(&a->oid_watch, due, &a->oid_watch_dpc);
}

static VOID NTAPI watch_dpc(KDPC *dpc, PVOID context, PVOID x, PVOID y)
{
	struct ndis_adapter *a = context;
	MINIPORT_CANCEL_OID_REQUEST_HANDLER cancel = a->driver->chars.CancelOidRequestHandler;
	const void *id = NULL;
	bool late, told;
	NDIS_OID oid = 0;
	char text[24];

	KeAcquireSpinLockAtDpcLevel(&a->lock);
	late = a->oid_current && a->oid_current->pended && a->oid_serial == a->oid_watched;
	told = a->oid_watch_told;
	if (late) {
		oid = a->oid_current->request->DATA.QUERY_INFORMATION.Oid;
		id = a->oid_current->request->RequestId;
		a->oid_current->slow_said = true;
		a->oid_watch_told = true;
	}
	KeReleaseSpinLockFromDpcLevel(&a->lock);
	if (!late)
		return;
	if (told)
		nt_crash_driver("hang",
		                "%s: MiniportOidRequest pended %s and NdisMOidRequestComplete did not follow within %u s, nor after "
		                "MiniportCancelOidRequest",
		                a->driver->name, ndis_oid_name(oid, text, sizeof(text)), (WATCH_CANCEL_MS + WATCH_HANG_MS) / 1000);
	a->oid_timeouts++;
	ndis_finding(a, "RP-215", "%s was pended and is not completed after %u s; cancelling it", ndis_oid_name(oid, text, sizeof(text)),
	             WATCH_CANCEL_MS / 1000);
	arm(a, WATCH_HANG_MS);
	if (cancel)
		NDIS_CALLBACK_VOID(a->trace_nic, "MiniportCancelOidRequest", ndis_limits.dispatch, cancel, a->context, (PVOID)id);
}

void ndis_oid_watch_start(struct ndis_adapter *a, uint64_t serial)
{
	if (a->hang_on)
		return;
	if (!a->oid_watch_dpc.DeferredRoutine) {
		KeInitializeTimer(&a->oid_watch);
		KeInitializeDpc(&a->oid_watch_dpc, watch_dpc, a);
	}
	a->oid_watched = serial;
	a->oid_watch_told = false;
	arm(a, WATCH_CANCEL_MS);
}

void ndis_oid_watch_stop(struct ndis_adapter *a)
{
	if (!a->oid_watch_dpc.DeferredRoutine)
		return;
	KeCancelTimer(&a->oid_watch);
	KeFlushQueuedDpcs();
}
