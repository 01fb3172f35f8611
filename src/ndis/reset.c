/*
 * reset: check-for-hang, OID requests that take too long, and MiniportResetEx.
 *
 * Every CheckForHangTimeInSeconds (2 by default) a timer asks a work item to look: MiniportCheckForHangEx at PASSIVE_LEVEL; an OID request
 * that has been with the driver for two such periods (four for one that has a Timeout of its own or is OID_GEN_STATISTICS) counts as hung.
 * Either leads to MiniportResetEx. A reset does not change the adapter's state. Start and end are indicated by NDIS. With AddressingReset
 * NDIS sets packet filter, multicast list and OID_OFFLOAD_ENCAPSULATION again (RP-307), never OID_TCP_OFFLOAD_PARAMETERS. From NDIS 6.30 no
 * OID may be pending when the reset completes (RP-227). Documentation: miniport-adapter-check-for-hang-and-reset-operations,
 * hardware-reset, nc-ndis-miniport_reset, nf-ndis-ndismresetcomplete.
 */
#include "ndis/ndis_internal.h"
#include <string.h>

#define DEFAULT_SECONDS 2

/* ---- the reset itself */
static void restore_addressing(struct ndis_adapter *a)
{
	struct ndis_stored e;
	KIRQL old;

	if (a->packet_filter)
		ndis_oid_set(a, OID_GEN_CURRENT_PACKET_FILTER, &a->packet_filter, sizeof(a->packet_filter));
	if (a->multicast_set && a->general.MediaType == NdisMedium802_3)
		ndis_oid_set(a, OID_802_3_MULTICAST_LIST, a->multicast, a->multicast_n * 6);
	KeAcquireSpinLock(&a->store_lock, &old);
	e = a->encapsulation;
	KeReleaseSpinLock(&a->store_lock, old);
	if (e.bytes)
		ndis_oid_set(a, OID_OFFLOAD_ENCAPSULATION, e.data, e.bytes);
}

/* RP-227, at the moment of completion: an OID that NDIS is just handing over, or hands over later, is none that the reset left behind. */
static void judge_pending(struct ndis_adapter *a)
{
	NDIS_OID left = 0;
	bool pending;
	KIRQL old;

	KeAcquireSpinLock(&a->lock, &old);
	pending = a->oid_current && a->oid_current->pended;
	if (pending)
		left = a->oid_current->request->DATA.QUERY_INFORMATION.Oid;
	KeReleaseSpinLock(&a->lock, old);
	if (pending && a->driver->version >= NDIS_V630)
		ndis_finding(a, "RP-227", "the reset completed while OID 0x%08X is still pending in the driver", left);
}

NDIS_STATUS ndis_reset_run(struct ndis_adapter *a, const char *why)
{
	BOOLEAN addressing = FALSE;
	NDIS_STATUS status;
	KIRQL old;
	bool mine;

	if (!a->driver->chars.ResetHandlerEx)
		return NDIS_STATUS_NOT_RESETTABLE;
	KeAcquireSpinLock(&a->lock, &old);
	mine = !a->resetting && ndis_state_takes_oids(a->state) && !a->removing;
	if (mine)
		a->resetting = true;
	KeReleaseSpinLock(&a->lock, old);
	if (!mine)
		return NDIS_STATUS_RESET_IN_PROGRESS;
	ndis_note(a, "reset", "%s", why);
	a->resets++;
	ndis_status_from_ndis(a, NDIS_STATUS_RESET_START, NULL, 0);
	KeClearEvent(&a->reset_done);
	a->reset_pending = true;
	status =
	        NDIS_CALLBACK(a->trace_nic, "MiniportResetEx", ndis_limits.reset, a->driver->chars.ResetHandlerEx, a->context, &addressing);
	if (status == NDIS_STATUS_PENDING) {
		ndis_wait_or_hang(a, &a->reset_done, ndis_limits.reset, "MiniportResetEx", "NdisMResetComplete");
		status = a->reset_status;
		addressing = a->addressing_reset;
	} else {
		judge_pending(a);
	}
	a->reset_pending = false;
	a->resetting = false;
	if (status == NDIS_STATUS_SUCCESS && addressing)
		restore_addressing(a);
	ndis_status_from_ndis(a, NDIS_STATUS_RESET_END, &status, sizeof(status));
	return status;
}

VOID NTAPI NdisMResetComplete(NDIS_HANDLE MiniportAdapterHandle, NDIS_STATUS Status, BOOLEAN AddressingReset)
{
	struct ndis_adapter *a = ndis_adapter_of_handle(MiniportAdapterHandle, "NdisMResetComplete");

	if (!a)
		return;
	if (!a->reset_pending || KeReadStateEvent(&a->reset_done)) {
		ndis_finding(a, "reset", "NdisMResetComplete without a pending reset");
		return;
	}
	judge_pending(a);
	a->reset_status = Status;
	a->addressing_reset = AddressingReset;
	KeSetEvent(&a->reset_done, IO_NO_INCREMENT, FALSE);
}

int ndis_adapter_reset(struct ndis_adapter *a, struct err *e)
{
	NDIS_STATUS status = ndis_reset_run(a, "asked for by the administrator");

	switch (status) {
	case NDIS_STATUS_SUCCESS:
		return 0;
	case NDIS_STATUS_NOT_RESETTABLE:
		return err_set(e, ENOTSUP, "%s: the driver has no MiniportResetEx", a->driver->name);
	case NDIS_STATUS_RESET_IN_PROGRESS:
		return err_set(e, EBUSY, "%s: a reset is under way, or the adapter is %s", a->driver->name,
		               ndis_adapter_state_name(a->state));
	default:
		return err_set(e, EIO, "%s: MiniportResetEx failed with status 0x%08X", a->driver->name, (unsigned)status);
	}
}

/* ---- check for hang */
bool ndis_oid_overdue(struct ndis_adapter *a)
{
	const NDIS_OID_REQUEST *r;
	bool overdue = false;
	NDIS_OID oid = 0;
	unsigned limit;
	char text[24];
	KIRQL old;

	KeAcquireSpinLock(&a->lock, &old);
	if (a->oid_current) {
		r = a->oid_current->request;
		oid = r->DATA.QUERY_INFORMATION.Oid;
		limit = r->Timeout || oid == OID_GEN_STATISTICS ? 4 : 2;
		overdue = ++a->oid_current->ticks == limit + 1; /* the first tick may have come right after it was handed over */
		if (overdue)
			a->oid_current->slow_said = true;
	}
	KeReleaseSpinLock(&a->lock, old);
	if (overdue) {
		a->oid_timeouts++;
		ndis_finding(a, "RP-215", "%s has been with the driver for more than two check-for-hang periods",
		             ndis_oid_name(oid, text, sizeof(text)));
	}
	return overdue;
}

static VOID NTAPI hang_look(PVOID context)
{
	struct ndis_adapter *a = context;
	bool hung = false;
	const char *why = "MiniportCheckForHangEx returned TRUE";

	if (ndis_state_takes_oids(a->state) && !a->resetting && !a->removing) {
		a->hang_checks++;
		if (a->driver->chars.CheckForHangHandlerEx)
			hung = NDIS_CALLBACK(a->trace_nic, "MiniportCheckForHangEx", ndis_limits.dispatch,
			                     a->driver->chars.CheckForHangHandlerEx, a->context);
		if (ndis_oid_overdue(a) && !hung) {
			hung = true;
			why = "an OID request was not completed in time";
		}
		if (hung && a->driver->chars.ResetHandlerEx)
			ndis_reset_run(a, why);
		else if (hung)
			ndis_note(a, "check for hang", "%s, and the driver has no MiniportResetEx", why);
	}
	atomic_store(&a->hang_queued, 0); /* the last touch: ndis_hang_timer_stop waits for it */
}

static VOID NTAPI hang_tick(KDPC *dpc, PVOID context, PVOID x, PVOID y)
{
	struct ndis_adapter *a = context;

	if (atomic_exchange(&a->hang_queued, 1))
		return; /* the last look isn't over */
	ExInitializeWorkItem(&a->hang_work, hang_look, a);
	ExQueueWorkItem(&a->hang_work, DelayedWorkQueue);
}

void ndis_hang_timer_start(struct ndis_adapter *a)
{
	unsigned seconds = a->check_for_hang_seconds ? a->check_for_hang_seconds : DEFAULT_SECONDS;
	LARGE_INTEGER due = {.QuadPart = -(LONGLONG)seconds * 10000000};

	/* A driver that has neither function has nothing that a look could call; idle then costs nothing. */
	if (!a->driver->chars.CheckForHangHandlerEx && !a->driver->chars.ResetHandlerEx)
		return;
	KeInitializeTimer(&a->hang_timer);
	KeInitializeDpc(&a->hang_dpc, hang_tick, a);
	atomic_store(&a->hang_queued, 0);
	KeSetTimerEx(&a->hang_timer, due, (LONG)seconds * 1000, &a->hang_dpc);
	a->hang_on = true;
}

void ndis_hang_timer_stop(struct ndis_adapter *a)
{
	LARGE_INTEGER tick = {.QuadPart = -10000};

	if (a->hang_on) {
		a->hang_on = false;
		KeCancelTimer(&a->hang_timer);
		KeFlushQueuedDpcs();
	}
	while (atomic_load(&a->hang_queued))
		KeDelayExecutionThread(KernelMode, FALSE, &tick);
}

/* nf-ndis-ndismresetminiport (6.30): the driver wants to be reset; NDIS does so from a work item of its own, as after a check for hang. */
static VOID NTAPI reset_worker(PVOID context)
{
	struct ndis_adapter *a = context;

	ndis_reset_run(a, "asked for by the driver (NdisMResetMiniport)");
	atomic_store(&a->hang_queued, 0); /* the last touch: ndis_hang_timer_stop waits for it */
}

VOID NTAPI NdisMResetMiniport(NDIS_HANDLE MiniportAdapterHandle)
{
	struct ndis_adapter *a = ndis_adapter_of_handle(MiniportAdapterHandle, "NdisMResetMiniport");

	if (!a || atomic_exchange(&a->hang_queued, 1))
		return;
	ExInitializeWorkItem(&a->hang_work, reset_worker, a);
	ExQueueWorkItem(&a->hang_work, DelayedWorkQueue);
}
