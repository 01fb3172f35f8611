/*
 * oid: OID requests on their way to a miniport and back.
 *
 * Ordinary requests are serialized: one per adapter is with the driver, the rest wait in oid_queue (RP-211). Whoever finds the adapter free
 * becomes the pump and calls MiniportOidRequest until the queue is empty or a request pends; a request that arrives at DISPATCH_LEVEL, or
 * whose turn comes inside NdisMOidRequestComplete, is pumped by a work item, since MiniportOidRequest wants PASSIVE_LEVEL (RP-007) and the
 * driver may hold locks. The answer comes as the return value or by NdisMOidRequestComplete, from any thread, also before
 * MiniportOidRequest has returned NDIS_STATUS_PENDING; oid_serial tells a right answer from a second one. Direct and synchronous requests
 * bypass the queue.
 *
 * A request that the driver does not finish: after its time-out it is cancelled (MiniportCancelOidRequest), and reset.c may reset the
 * adapter. Documentation: miniport-adapter-oid-request-serialization, handling-oid-requests-in-a-miniport-adapter,
 * nc-ndis-miniport_oid_request, nf-ndis-ndisoidrequest, nf-ndis-ndismoidrequestcomplete, ns-oidrequest-ndis_oid_request. What NDIS answers
 * itself: oid_answer.c.
 */
#include "ndis/ndis_internal.h"
#include "trace/names.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define OID_TRACE_MAX 1024          /* bytes of an information buffer that go into a trace record */
#define OID_LATE      (10000000ull) /* one second, in 100 ns: documented upper bound (RP-215) */
enum { PHASE_OPEN, PHASE_RETURNED, PHASE_DONE };

const char *ndis_oid_name(NDIS_OID oid, char *out, size_t max)
{
	const char *n = trace_oid_name(oid);

	if (n)
		return n;
	snprintf(out, max, "OID 0x%08X", oid);
	return out;
}

/* ---- tracing */
static void trace_request(struct ndis_oid *o, enum trace_type type, unsigned by, NDIS_STATUS status)
{
	const NDIS_OID_REQUEST *r = o->request;
	struct trace_oid t = {.oid = r->DATA.QUERY_INFORMATION.Oid, .request_type = r->RequestType, .status = (uint32_t)status, .by = by};
	const void *data = NULL;
	size_t n = 0;
	char text[24];

	switch (r->RequestType) {
	case NdisRequestSetInformation:
		t.in_length = r->DATA.SET_INFORMATION.InformationBufferLength;
		t.needed = r->DATA.SET_INFORMATION.BytesNeeded;
		data = type == TRACE_OID ? r->DATA.SET_INFORMATION.InformationBuffer : NULL;
		n = t.in_length;
		break;
	case NdisRequestMethod:
		t.in_length = r->DATA.METHOD_INFORMATION.InputBufferLength;
		t.out_length = r->DATA.METHOD_INFORMATION.OutputBufferLength;
		t.written = r->DATA.METHOD_INFORMATION.BytesWritten;
		t.needed = r->DATA.METHOD_INFORMATION.BytesNeeded;
		data = r->DATA.METHOD_INFORMATION.InformationBuffer;
		n = type == TRACE_OID ? t.in_length : t.written;
		break;
	default:
		t.out_length = r->DATA.QUERY_INFORMATION.InformationBufferLength;
		t.written = r->DATA.QUERY_INFORMATION.BytesWritten;
		t.needed = r->DATA.QUERY_INFORMATION.BytesNeeded;
		data = type == TRACE_OID ? NULL : r->DATA.QUERY_INFORMATION.InformationBuffer;
		n = t.written < t.out_length ? t.written : t.out_length;
	}
	if (!data || (type == TRACE_OID_DONE && status != NDIS_STATUS_SUCCESS))
		n = 0;
	trace_write2(type, o->adapter->trace_nic, o->call_id, ndis_oid_name(t.oid, text, sizeof(text)), &t, sizeof(t), data,
	             n < OID_TRACE_MAX ? n : OID_TRACE_MAX);
}

/* ---- the end of a request, whoever answered it */
void ndis_oid_finish(struct ndis_oid *o, NDIS_STATUS status, unsigned by)
{
	struct ndis_adapter *a = o->adapter;

	if (o->with_driver) {
		char text[24];
		uint64_t took = nt_time_100ns() - o->handed_100ns;

		if (status == NDIS_STATUS_INDICATION_REQUIRED && o->set)
			ndis_finding(a, "RP-222",
			             "%s completed with NDIS_STATUS_INDICATION_REQUIRED; an offload OID must be completed with its result",
			             ndis_oid_name(o->request->DATA.QUERY_INFORMATION.Oid, text, sizeof(text)));
		if (took > OID_LATE && !o->slow_said)
			ndis_finding(a, "RP-215", "%s took the driver %llu ms; one second is the documented bound",
			             ndis_oid_name(o->request->DATA.QUERY_INFORMATION.Oid, text, sizeof(text)),
			             (unsigned long long)(took / 10000));
	}
	ndis_params_after(o, status);
	free(o->set);
	o->set = NULL;
	ndis_oid_generic_after(o, status);
	trace_request(o, TRACE_OID_DONE, by, status);
	a->oid_last.oid = o->request->DATA.QUERY_INFORMATION.Oid;
	a->oid_last.type = o->request->RequestType;
	a->oid_last.status = status;
	o->done(o, status);
}

/* ---- the pump */
static NDIS_STATUS call_driver(struct ndis_adapter *a, struct ndis_oid *o)
{
	NDIS_STATUS status;

	o->handed_100ns = nt_time_100ns();
	trace_request(o, TRACE_OID, 0, NDIS_STATUS_SUCCESS);
	status = NDIS_CALLBACK(a->trace_nic, "MiniportOidRequest", ndis_limits.oid, a->driver->chars.OidRequestHandler, a->context,
	                       o->request);
	return status;
}

static void oid_pump(struct ndis_adapter *a)
{
	for (;;) {
		struct ndis_oid *o = NULL;
		NDIS_STATUS status;
		uint64_t serial;
		bool refused, mine;
		KIRQL old;

		KeAcquireSpinLock(&a->lock, &old);
		if (a->oid_current || list_empty(&a->oid_queue)) {
			a->oid_running = false;
			KeReleaseSpinLock(&a->lock, old);
			return;
		}
		o = base_container_of(a->oid_queue.next, struct ndis_oid, link);
		list_del(&o->link);
		refused = !ndis_state_takes_oids(a->state) || a->removing;
		if (!refused) {
			a->oid_current = o;
			o->with_driver = true;
			KeClearEvent(&a->oid_idle);
		}
		serial = ++a->oid_serial;
		a->oid_total++;
		KeReleaseSpinLock(&a->lock, old);
		if (refused) {
			ndis_oid_finish(o, NDIS_STATUS_ADAPTER_NOT_READY, 2);
			continue;
		}
		status = ndis_params_before(o);
		if (!status)
			status = call_driver(a, o);
		else
			o->handed_100ns = nt_time_100ns(); /* it never was with the driver: not late */
		if (status == NDIS_STATUS_PENDING) {
			KeAcquireSpinLock(&a->lock, &old);
			mine = a->oid_current == o && a->oid_serial == serial;
			if (mine)
				o->pended = true;
			KeReleaseSpinLock(&a->lock, old);
			if (mine)
				ndis_oid_watch_start(a, serial);
			continue; /* answered meanwhile, or somebody else's turn to pump */
		}
		KeAcquireSpinLock(&a->lock, &old);
		mine = a->oid_current == o && a->oid_serial == serial;
		if (mine) {
			a->oid_current = NULL;
			KeSetEvent(&a->oid_idle, IO_NO_INCREMENT, FALSE);
		}
		KeReleaseSpinLock(&a->lock, old);
		if (mine)
			ndis_oid_finish(o, status, 0);
		else
			ndis_finding(a, "RP-213",
			             "MiniportOidRequest returned 0x%08X for a request that NdisMOidRequestComplete had completed",
			             (unsigned)status);
	}
}

static VOID NTAPI oid_worker(PVOID context)
{
	struct ndis_adapter *a = context;

	oid_pump(a);
	atomic_fetch_sub(&a->oid_work_queued, 1); /* the last touch: ndis_oid_drain waits for it */
}

/* Starts the pump unless it runs. `here`: this thread may do it, being at PASSIVE_LEVEL and not inside a completion. */
static void oid_start(struct ndis_adapter *a, bool here)
{
	bool start;
	KIRQL old;

	KeAcquireSpinLock(&a->lock, &old);
	start = !a->oid_running && !a->oid_current && !list_empty(&a->oid_queue);
	if (start)
		a->oid_running = true;
	KeReleaseSpinLock(&a->lock, old);
	if (!start)
		return;
	if (here) {
		oid_pump(a);
	} else {
		/* The item is ours again once oid_running could be taken, so it is never queued twice. */
		atomic_fetch_add(&a->oid_work_queued, 1);
		ExInitializeWorkItem(&a->oid_work, oid_worker, a);
		ExQueueWorkItem(&a->oid_work, DelayedWorkQueue);
	}
}

void ndis_oid_kick(struct ndis_adapter *a)
{
	oid_start(a, false);
}

/* ---- direct and synchronous requests: at the requester's IRQL, not serialized */
static void run_direct(struct ndis_adapter *a, struct ndis_oid *o)
{
	MINIPORT_DIRECT_OID_REQUEST_HANDLER fn = a->driver->chars.DirectOidRequestHandler;
	NDIS_STATUS status;
	bool mine = false;
	KIRQL old;

	if (!fn) {
		ndis_oid_finish(o, NDIS_STATUS_NOT_SUPPORTED, 2);
		return;
	}
	KeAcquireSpinLock(&a->lock, &old);
	o->with_driver = true;
	list_add(&a->oid_direct, &o->link);
	KeReleaseSpinLock(&a->lock, old);
	o->handed_100ns = nt_time_100ns();
	trace_request(o, TRACE_OID, 0, NDIS_STATUS_SUCCESS);
	atomic_fetch_add(&o->references, 1); /* it may be completed before the call returns */
	status = NDIS_CALLBACK(a->trace_nic, "MiniportDirectOidRequest", ndis_limits.dispatch, fn, a->context, o->request);
	if (status != NDIS_STATUS_PENDING) {
		KeAcquireSpinLock(&a->lock, &old);
		list_each(l, &a->oid_direct) if (base_container_of(l, struct ndis_oid, link) == o) mine = true;
		if (mine)
			list_del(&o->link);
		KeReleaseSpinLock(&a->lock, old);
		if (mine)
			ndis_oid_finish(o, status, 0);
		else
			ndis_finding(a, "RP-213", "MiniportDirectOidRequest returned 0x%08X for a request it had completed",
			             (unsigned)status);
	}
	ndis_oid_release(o);
}

static void run_synchronous(struct ndis_adapter *a, struct ndis_oid *o)
{
	MINIPORT_SYNCHRONOUS_OID_REQUEST_HANDLER fn = a->driver->chars.SynchronousOidRequestHandler;
	NDIS_STATUS status = NDIS_STATUS_NOT_SUPPORTED;

	if (fn) {
		o->handed_100ns = nt_time_100ns();
		trace_request(o, TRACE_OID, 0, NDIS_STATUS_SUCCESS);
		status = NDIS_CALLBACK(a->trace_nic, "MiniportSynchronousOidRequest", ndis_limits.dispatch, fn, a->context, o->request);
		if (status == NDIS_STATUS_PENDING) {
			ndis_finding(a, "oid",
			             "MiniportSynchronousOidRequest returned NDIS_STATUS_PENDING; it must complete synchronously");
			status = NDIS_STATUS_FAILURE;
		}
	}
	ndis_oid_finish(o, status, fn ? 0 : 2);
}

/* ---- submission */
void ndis_oid_submit(struct ndis_oid *o)
{
	struct ndis_adapter *a = o->adapter;
	NDIS_STATUS status;
	unsigned by = 1;
	bool ready;
	KIRQL old;

	o->call_id = trace_next_call_id();
	list_init(&o->link);
	KeAcquireSpinLock(&a->lock, &old);
	ready = ndis_state_takes_oids(a->state) && !a->removing;
	KeReleaseSpinLock(&a->lock, old);
	if (!ready) { /* RP-006, RP-012: not even what NDIS could answer; the adapter isn't there yet, or any more */
		trace_request(o, TRACE_OID, 2, NDIS_STATUS_SUCCESS);
		ndis_oid_finish(o, NDIS_STATUS_ADAPTER_NOT_READY, 2);
		return;
	}
	switch (ndis_oid_answer(o, &status, &by)) {
	case NDIS_OID_ANSWERED:
		trace_request(o, TRACE_OID, by, NDIS_STATUS_SUCCESS);
		ndis_oid_finish(o, status, by);
		return;
	case NDIS_OID_TAKEN:
		return;
	case NDIS_OID_FORWARD:
		break;
	}
	if (o->path == NDIS_OID_DIRECT) {
		run_direct(a, o);
		return;
	}
	if (o->path == NDIS_OID_SYNCHRONOUS) {
		run_synchronous(a, o);
		return;
	}
	KeAcquireSpinLock(&a->lock, &old);
	list_add(&a->oid_queue, &o->link);
	KeReleaseSpinLock(&a->lock, old);
	oid_start(a, nt_irql() == PASSIVE_LEVEL);
}

/* ---- completion by the driver */
VOID NTAPI NdisMOidRequestComplete(NDIS_HANDLE MiniportAdapterHandle, PNDIS_OID_REQUEST OidRequest, NDIS_STATUS Status)
{
	struct ndis_adapter *a = ndis_adapter_of_handle(MiniportAdapterHandle, "NdisMOidRequestComplete");
	struct ndis_oid *o = NULL;
	KIRQL old;

	if (!a)
		return;
	atomic_fetch_add(&a->oid_completing, 1); /* the adapter may halt as soon as the request counts as done */
	if (Status == NDIS_STATUS_PENDING) {
		ndis_finding(a, "RP-214", "NdisMOidRequestComplete with NDIS_STATUS_PENDING; taken as NDIS_STATUS_FAILURE");
		Status = NDIS_STATUS_FAILURE;
	}
	KeAcquireSpinLock(&a->lock, &old);
	if (a->oid_current && a->oid_current->request == OidRequest) {
		o = a->oid_current;
		a->oid_current = NULL;
		KeSetEvent(&a->oid_idle, IO_NO_INCREMENT, FALSE);
	}
	KeReleaseSpinLock(&a->lock, old);
	if (!o) {
		ndis_finding(a, "RP-213", "NdisMOidRequestComplete: request %p is not with the driver (completed twice, or never pended)",
		             (void *)OidRequest);
	} else {
		ndis_oid_finish(o, Status, 0);
		ndis_oid_kick(a);
	}
	atomic_fetch_sub(&a->oid_completing, 1);
}

VOID NTAPI NdisMDirectOidRequestComplete(NDIS_HANDLE MiniportAdapterHandle, PNDIS_OID_REQUEST OidRequest, NDIS_STATUS Status)
{
	struct ndis_adapter *a = ndis_adapter_of_handle(MiniportAdapterHandle, "NdisMDirectOidRequestComplete");
	struct ndis_oid *o = NULL;
	KIRQL old;

	if (!a)
		return;
	atomic_fetch_add(&a->oid_completing, 1); /* the adapter may halt as soon as the request counts as done */
	if (Status == NDIS_STATUS_PENDING) {
		ndis_finding(a, "RP-214", "NdisMDirectOidRequestComplete with NDIS_STATUS_PENDING; taken as NDIS_STATUS_FAILURE");
		Status = NDIS_STATUS_FAILURE;
	}
	KeAcquireSpinLock(&a->lock, &old);
	list_each(l, &a->oid_direct)
	{
		struct ndis_oid *d = base_container_of(l, struct ndis_oid, link);

		if (d->request == OidRequest)
			o = d;
	}
	if (o)
		list_del(&o->link);
	KeReleaseSpinLock(&a->lock, old);
	if (o)
		ndis_oid_finish(o, Status, 0);
	else
		ndis_finding(a, "RP-213", "NdisMDirectOidRequestComplete: request %p is not with the driver", (void *)OidRequest);
	atomic_fetch_sub(&a->oid_completing, 1);
}

/* ---- cancelling */
/* Queued requests that match are completed here; one that is with the driver is the driver's to complete. */
void ndis_oid_cancel(struct ndis_adapter *a, struct ndis_binding *b, const void *id, bool direct)
{
	struct list cancelled;
	bool with_driver = false;
	KIRQL old;

	list_init(&cancelled);
	KeAcquireSpinLock(&a->lock, &old);
	if (direct) {
		list_each(l, &a->oid_direct) if (base_container_of(l, struct ndis_oid, link)->request->RequestId == id) with_driver = true;
	} else {
		list_each(l, &a->oid_queue)
		{
			struct ndis_oid *o = base_container_of(l, struct ndis_oid, link);

			if (o->request->RequestId == id && o->binding == b) {
				list_del(l);
				list_add(&cancelled, l);
			}
		}
		with_driver = a->oid_current && a->oid_current->request->RequestId == id && a->oid_current->binding == b;
		if (with_driver)
			a->oid_current->cancelled = true;
	}
	KeReleaseSpinLock(&a->lock, old);
	list_each(l, &cancelled)
	{
		list_del(l);
		ndis_oid_finish(base_container_of(l, struct ndis_oid, link), NDIS_STATUS_REQUEST_ABORTED, 2);
	}
	if (with_driver && direct && a->driver->chars.CancelDirectOidRequestHandler)
		NDIS_CALLBACK_VOID(a->trace_nic, "MiniportCancelDirectOidRequest", ndis_limits.dispatch,
		                   a->driver->chars.CancelDirectOidRequestHandler, a->context, (PVOID)id);
	else if (with_driver && !direct && a->driver->chars.CancelOidRequestHandler)
		NDIS_CALLBACK_VOID(a->trace_nic, "MiniportCancelOidRequest", ndis_limits.dispatch, a->driver->chars.CancelOidRequestHandler,
		                   a->context, (PVOID)id);
}

VOID NTAPI NdisCancelOidRequest(NDIS_HANDLE NdisBindingHandle, PVOID RequestId)
{
	struct ndis_binding *b = ndis_binding_of(NdisBindingHandle, "NdisCancelOidRequest");

	if (b)
		ndis_oid_cancel(b->adapter, b, RequestId, false);
}

VOID NTAPI NdisCancelDirectOidRequest(NDIS_HANDLE NdisBindingHandle, PVOID RequestId)
{
	struct ndis_binding *b = ndis_binding_of(NdisBindingHandle, "NdisCancelDirectOidRequest");

	if (b)
		ndis_oid_cancel(b->adapter, b, RequestId, true);
}

/* Completes what waits; with `queued_only` false also asks the driver to give back what it has. */
void ndis_oid_abort_all(struct ndis_adapter *a, NDIS_STATUS status, bool queued_only)
{
	struct list aborted;
	KIRQL old;

	list_init(&aborted);
	KeAcquireSpinLock(&a->lock, &old);
	list_each(l, &a->oid_queue)
	{
		list_del(l);
		list_add(&aborted, l);
	}
	KeReleaseSpinLock(&a->lock, old);
	list_each(l, &aborted)
	{
		list_del(l);
		ndis_oid_finish(base_container_of(l, struct ndis_oid, link), status, 2);
	}
	if (queued_only || a->shut_down)
		return;
	KeAcquireSpinLock(&a->lock, &old);
	const void *id = a->oid_current ? a->oid_current->request->RequestId : NULL;
	bool with_driver = a->oid_current != NULL;
	KeReleaseSpinLock(&a->lock, old);
	if (with_driver && a->driver->chars.CancelOidRequestHandler)
		NDIS_CALLBACK_VOID(a->trace_nic, "MiniportCancelOidRequest", ndis_limits.dispatch, a->driver->chars.CancelOidRequestHandler,
		                   a->context, (PVOID)id);
}

bool ndis_oid_wait_idle(struct ndis_adapter *a, unsigned timeout_ms)
{
	LARGE_INTEGER due = {.QuadPart = -(LONGLONG)timeout_ms * 10000};

	return KeWaitForSingleObject(&a->oid_idle, Executive, KernelMode, FALSE, &due) != STATUS_TIMEOUT;
}

void ndis_oid_drain(struct ndis_adapter *a)
{
	LARGE_INTEGER tick = {.QuadPart = -10000};
	KIRQL old;

	/* A pump that runs finds the queue empty or the adapter halted, and leaves within moments. */
	while (a->oid_running || atomic_load(&a->oid_work_queued) || atomic_load(&a->oid_completing))
		KeDelayExecutionThread(KernelMode, FALSE, &tick);
	/* Whoever cleared oid_running did it under the lock, which is the adapter's too. */
	KeAcquireSpinLock(&a->lock, &old);
	KeReleaseSpinLock(&a->lock, old);
}

void ndis_oid_init(struct ndis_adapter *a)
{
	list_init(&a->oid_queue);
	list_init(&a->oid_direct);
	KeInitializeEvent(&a->oid_idle, NotificationEvent, TRUE);
}

/* ---- requesters: a protocol through the DDI */
static NDIS_OID_REQUEST *request_checked(struct ndis_binding *b, NDIS_OID_REQUEST *r, const char *function)
{
	if (!r || r->Header.Type != NDIS_OBJECT_TYPE_OID_REQUEST || r->Header.Revision < NDIS_OID_REQUEST_REVISION_1 ||
	    r->Header.Size < NDIS_SIZEOF_OID_REQUEST_REVISION_1) {
		ndis_finding(b->adapter, "oid", "%s: the NDIS_OID_REQUEST header is not valid", function);
		return NULL;
	}
	return r;
}

void ndis_oid_release(struct ndis_oid *o)
{
	if (atomic_fetch_sub(&o->references, 1) != 1)
		return;
	free(o);
}

static void protocol_done(struct ndis_oid *o, NDIS_STATUS status)
{
	struct ndis_binding *b = o->binding;
	NDIS_OID_REQUEST *r = o->request;

	o->status = status;
	if (status == NDIS_STATUS_SUCCESS && r->RequestType == NdisRequestSetInformation &&
	    r->DATA.SET_INFORMATION.Oid == OID_OFFLOAD_ENCAPSULATION)
		b->encapsulation_set = true;
	if (atomic_exchange(&o->phase, PHASE_DONE) == PHASE_RETURNED) {
		if (o->path == NDIS_OID_DIRECT) {
			if (b->protocol->chars.DirectOidRequestCompleteHandler)
				NDIS_CALLBACK_VOID(b->adapter->trace_nic, "ProtocolDirectOidRequestComplete", ndis_limits.dispatch,
				                   b->protocol->chars.DirectOidRequestCompleteHandler, b->context, r, status);
		} else if (b->protocol->chars.OidRequestCompleteHandler) {
			NDIS_CALLBACK_VOID(b->adapter->trace_nic, "ProtocolOidRequestComplete", ndis_limits.dispatch,
			                   b->protocol->chars.OidRequestCompleteHandler, b->context, r, status);
		}
	}
	ndis_binding_release(b);
	ndis_oid_release(o);
}

static NDIS_STATUS protocol_request(NDIS_HANDLE handle, NDIS_OID_REQUEST *request, enum ndis_oid_path path, const char *function)
{
	struct ndis_binding *b = ndis_binding_of(handle, function);
	NDIS_OID_REQUEST *r = b ? request_checked(b, request, function) : NULL;
	struct ndis_oid *o;
	NDIS_STATUS status;

	if (!r)
		return NDIS_STATUS_INVALID_PARAMETER;
	if (b->state == NDIS_BIND_CLOSING || b->state == NDIS_BIND_CLOSED || !(o = calloc(1, sizeof(*o))))
		return b->state == NDIS_BIND_CLOSING || b->state == NDIS_BIND_CLOSED ? NDIS_STATUS_CLOSING : NDIS_STATUS_RESOURCES;
	o->adapter = b->adapter;
	o->binding = b;
	o->request = r;
	o->path = path;
	o->done = protocol_done;
	o->as_protocol = true;
	atomic_store(&o->references, 2); /* done's and this function's */
	ndis_binding_hold(b);
	r->RequestHandle = (NDIS_HANDLE)b;
	ndis_oid_submit(o);
	status = atomic_exchange(&o->phase, PHASE_RETURNED) == PHASE_DONE ? o->status : NDIS_STATUS_PENDING;
	ndis_oid_release(o);
	return status;
}

NDIS_STATUS NTAPI NdisOidRequest(NDIS_HANDLE NdisBindingHandle, PNDIS_OID_REQUEST OidRequest)
{
	return protocol_request(NdisBindingHandle, OidRequest, NDIS_OID_ORDINARY, "NdisOidRequest");
}

NDIS_STATUS NTAPI NdisDirectOidRequest(NDIS_HANDLE NdisBindingHandle, PNDIS_OID_REQUEST OidRequest)
{
	return protocol_request(NdisBindingHandle, OidRequest, NDIS_OID_DIRECT, "NdisDirectOidRequest");
}

NDIS_STATUS NTAPI NdisSynchronousOidRequest(NDIS_HANDLE NdisBindingHandle, PNDIS_OID_REQUEST OidRequest)
{
	return protocol_request(NdisBindingHandle, OidRequest, NDIS_OID_SYNCHRONOUS, "NdisSynchronousOidRequest");
}
