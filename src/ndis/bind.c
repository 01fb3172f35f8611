/*
 * bind: bindings between protocols and adapters, and the PnP events that bindings see.
 *
 * Binding: NDIS calls ProtocolBindAdapterEx with NDIS_BIND_PARAMETERS of the revision that the protocol's NDIS version has; the protocol
 * opens the adapter from there. The offload members are the stored current configuration at that moment (RP-293, RP-294, RP-296), copies
 * that are valid during the call; hardware capabilities have no member (OQ-05). An open completes at once; a close completes when the last
 * delivery that is under way has returned, by ProtocolCloseAdapterCompleteEx when it cannot be at once. References keep a binding's memory
 * through a delivery; nothing is delivered to a binding that is closing. Documentation: nc-ndis-protocol_bind_adapter_ex,
 * nf-ndis-ndisopenadapterex, nf-ndis-ndiscloseadapterex, nc-ndis-protocol_unbind_adapter_ex, ns-ndis-_ndis_bind_parameters,
 * nc-ndis-protocol_net_pnp_event.
 */
#include "ndis/chimney.h"
#include "ndis/ndis_internal.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t opened;

/* ---- references */
void ndis_binding_hold(struct ndis_binding *b)
{
	atomic_fetch_add(&b->references, 1);
}

static void free_binding(struct ndis_binding *b)
{
	struct ndis_adapter *a = b->adapter;
	struct ndis_protocol *p = b->protocol;

	b->magic = NDIS_MAGIC_DEAD;
	free(b);
	atomic_fetch_sub(&p->bindings_live, 1);
	atomic_fetch_sub(&a->bindings_live, 1);
}

static VOID NTAPI close_complete(PVOID context)
{
	struct ndis_binding *b = context;

	if (b->protocol->chars.CloseAdapterCompleteHandlerEx)
		NDIS_CALLBACK_VOID(b->adapter->trace_nic, "ProtocolCloseAdapterCompleteEx", ndis_limits.pnp,
		                   b->protocol->chars.CloseAdapterCompleteHandlerEx, b->context);
	free_binding(b);
}

void ndis_binding_release(struct ndis_binding *b)
{
	if (atomic_fetch_sub(&b->references, 1) != 1)
		return;
	b->state = NDIS_BIND_CLOSED;
	if (!b->close_pending) {
		free_binding(b);
		return;
	}
	ExInitializeWorkItem(&b->close_work, close_complete, b);
	ExQueueWorkItem(&b->close_work, DelayedWorkQueue);
}

struct ndis_binding *ndis_binding_next(struct ndis_adapter *a, struct ndis_binding *after)
{
	uint64_t order = after ? after->order : 0;
	struct ndis_binding *next = NULL;
	KIRQL old;

	if (after)
		ndis_binding_release(after);
	KeAcquireSpinLock(&a->lock, &old);
	list_each(l, &a->bindings)
	{
		struct ndis_binding *b = base_container_of(l, struct ndis_binding, adapter_link);

		if (!next && b->order > order && b->state != NDIS_BIND_CLOSING)
			next = b;
	}
	if (next)
		ndis_binding_hold(next);
	KeReleaseSpinLock(&a->lock, old);
	return next;
}

/* ---- open and close */
static bool medium_offered(const struct ndis_adapter *a, const NDIS_OPEN_PARAMETERS *p)
{
	for (UINT i = 0; i < p->MediumArraySize; i++) {
		if (p->MediumArray[i] != a->general.MediaType)
			continue;
		if (p->SelectedMediumIndex)
			*p->SelectedMediumIndex = i;
		return true;
	}
	return false;
}

NDIS_STATUS NTAPI NdisOpenAdapterEx(NDIS_HANDLE NdisProtocolHandle, NDIS_HANDLE ProtocolBindingContext,
                                    PNDIS_OPEN_PARAMETERS OpenParameters, NDIS_HANDLE BindContext, PNDIS_HANDLE NdisBindingHandle)
{
	struct ndis_protocol *p = ndis_protocol_of(NdisProtocolHandle, "NdisOpenAdapterEx");
	struct ndis_bind_op *op = BindContext;
	struct ndis_adapter *a;
	struct ndis_binding *b;
	KIRQL old;

	if (!p || !OpenParameters || !NdisBindingHandle)
		return NDIS_STATUS_INVALID_PARAMETER;
	if (!op || op->magic != NDIS_MAGIC_BIND_OP || op->protocol != p || op->binding) {
		ndis_finding(NULL, "handle", "NdisOpenAdapterEx: BindContext %p is not that of a bind under way", BindContext);
		return NDIS_STATUS_INVALID_PARAMETER;
	}
	a = op->adapter;
	if (OpenParameters->AdapterName && !RtlEqualUnicodeString(OpenParameters->AdapterName, &a->device_name_u, TRUE))
		return NDIS_STATUS_ADAPTER_NOT_FOUND;
	if (!OpenParameters->MediumArray || !medium_offered(a, OpenParameters))
		return NDIS_STATUS_UNSUPPORTED_MEDIA;
	b = calloc(1, sizeof(*b));
	if (!b)
		return NDIS_STATUS_RESOURCES;
	b->magic = NDIS_MAGIC_BINDING;
	b->adapter = a;
	b->protocol = p;
	b->context = ProtocolBindingContext;
	b->state = NDIS_BIND_PAUSED;
	atomic_store(&b->references, 1);
	atomic_fetch_add(&a->bindings_live, 1);
	atomic_fetch_add(&p->bindings_live, 1);
	KeInitializeEvent(&b->event_done, NotificationEvent, FALSE);
	*NdisBindingHandle = (NDIS_HANDLE)b;
	op->binding = b;
	KeAcquireSpinLock(&ndis.lock, &old);
	b->order = ++opened;
	list_add(&p->bindings, &b->protocol_link);
	KeReleaseSpinLock(&ndis.lock, old);
	KeAcquireSpinLock(&a->lock, &old);
	list_add(&a->bindings, &b->adapter_link);
	a->bindings_n++;
	KeReleaseSpinLock(&a->lock, old);
	return NDIS_STATUS_SUCCESS;
}

/* Makes the handle invalid and lets nothing new begin. */
static void unlink_binding(struct ndis_binding *b)
{
	KIRQL old;

	KeAcquireSpinLock(&b->adapter->lock, &old);
	b->state = NDIS_BIND_CLOSING;
	list_del(&b->adapter_link);
	b->adapter->bindings_n--;
	KeReleaseSpinLock(&b->adapter->lock, old);
	KeAcquireSpinLock(&ndis.lock, &old);
	list_del(&b->protocol_link);
	KeReleaseSpinLock(&ndis.lock, old);
}

NDIS_STATUS NTAPI NdisCloseAdapterEx(NDIS_HANDLE NdisBindingHandle)
{
	struct ndis_binding *b = ndis_binding_of(NdisBindingHandle, "NdisCloseAdapterEx");

	if (!b)
		return NDIS_STATUS_INVALID_PARAMETER;
	ndis_chimney_binding_closed(b);
	io_binding_closed(b);
	unlink_binding(b);
	/* Unlinked: references can only fall from here. */
	if (atomic_load(&b->references) == 1) {
		ndis_binding_release(b);
		return NDIS_STATUS_SUCCESS;
	}
	b->close_pending = true;
	ndis_binding_release(b); /* the last delivery under way completes the close */
	return NDIS_STATUS_PENDING;
}

/* ---- bind and unbind */
struct bind_copies {
	uint8_t task[NDIS_STORED_MAX], connection[NDIS_STORED_MAX];
	WCHAR section_text[200];
	UNICODE_STRING section;
};

static void bind_parameters(struct ndis_adapter *a, const struct ndis_protocol *p, NDIS_BIND_PARAMETERS *bp, struct bind_copies *c)
{
	const NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES *g = &a->general;
	char section[200];

	memset(bp, 0, sizeof(*bp));
	bp->Header.Type = NDIS_OBJECT_TYPE_BIND_PARAMETERS;
	bp->Header.Revision = p->version >= NDIS_V630 ? 4 : p->version >= NDIS_V620 ? 3 : p->version >= NDIS_V61 ? 2 : 1;
	bp->Header.Size = p->version >= NDIS_V630   ? NDIS_SIZEOF_BIND_PARAMETERS_REVISION_4
	                  : p->version >= NDIS_V620 ? NDIS_SIZEOF_BIND_PARAMETERS_REVISION_3
	                  : p->version >= NDIS_V61  ? NDIS_SIZEOF_BIND_PARAMETERS_REVISION_2
	                                            : NDIS_SIZEOF_BIND_PARAMETERS_REVISION_1;
	snprintf(section, sizeof(section), "\\Registry\\Machine\\System\\CurrentControlSet\\Services\\%s\\Parameters\\Adapters\\%s",
	         p->name, a->guid);
	c->section.Buffer = c->section_text;
	c->section.Length = nt_utf16_of(section, c->section_text, ARRAY_LEN(c->section_text)) * sizeof(WCHAR);
	c->section.MaximumLength = sizeof(c->section_text);
	bp->ProtocolSection = &c->section;
	bp->AdapterName = &a->device_name_u;
	bp->BoundAdapterName = &a->device_name_u;
	bp->PhysicalDeviceObject = a->pdo;
	bp->MediaType = g->MediaType;
	bp->MtuSize = g->MtuSize;
	bp->MaxXmitLinkSpeed = g->MaxXmitLinkSpeed;
	bp->MaxRcvLinkSpeed = g->MaxRcvLinkSpeed;
	bp->XmitLinkSpeed = a->link_state.XmitLinkSpeed;
	bp->RcvLinkSpeed = a->link_state.RcvLinkSpeed;
	bp->MediaConnectState = a->link_state.MediaConnectState;
	bp->MediaDuplexState = a->link_state.MediaDuplexState;
	bp->LookaheadSize = g->LookaheadSize;
	bp->PowerManagementCapabilities = g->PowerManagementCapabilities;
	bp->SupportedPacketFilters = g->SupportedPacketFilters;
	bp->MaxMulticastListSize = g->MaxMulticastListSize;
	bp->MacAddressLength = g->MacAddressLength;
	memcpy(bp->CurrentMacAddress, g->CurrentMacAddress, sizeof(bp->CurrentMacAddress));
	bp->PhysicalMediumType = g->PhysicalMediumType;
	bp->RcvScaleCapabilities = g->RecvScaleCapabilities;
	bp->BoundIfNetluid = bp->LowestIfNetluid = a->luid;
	bp->BoundIfIndex = bp->LowestIfIndex = a->if_index;
	bp->AccessType = g->AccessType;
	bp->DirectionType = g->DirectionType;
	bp->ConnectionType = g->ConnectionType;
	bp->IfType = g->IfType;
	bp->IfConnectorPresent = g->IfConnectorPresent;
	bp->DataBackFillSize = g->DataBackFillSize;
	bp->ContextBackFillSize = g->ContextBackFillSize;
	bp->MacOptions = g->MacOptions;
	bp->CompartmentId = NET_IF_COMPARTMENT_ID_PRIMARY;
	if (ndis_store_get(a, NDIS_TASK_CUR, c->task, sizeof(c->task), true))
		bp->DefaultOffloadConfiguration = (NDIS_OFFLOAD *)c->task;
	if (ndis_store_get(a, NDIS_CONN_CUR, c->connection, sizeof(c->connection), false))
		bp->TcpConnectionOffloadCapabilities = (NDIS_TCP_CONNECTION_OFFLOAD *)c->connection;
	if (p->version >= NDIS_V620)
		bp->PowerManagementCapabilitiesEx = g->PowerManagementCapabilitiesEx;
}

static bool is_bound(struct ndis_adapter *a, const struct ndis_protocol *p)
{
	bool found = false;
	KIRQL old;

	KeAcquireSpinLock(&a->lock, &old);
	list_each(l, &a->bindings) if (base_container_of(l, struct ndis_binding, adapter_link)->protocol == p) found = true;
	KeReleaseSpinLock(&a->lock, old);
	return found;
}

void ndis_bind_one(struct ndis_adapter *a, struct ndis_protocol *p)
{
	struct ndis_bind_op *op;
	struct bind_copies *c;
	NDIS_BIND_PARAMETERS *bp;
	NDIS_STATUS status;

	if (is_bound(a, p))
		return;
	op = calloc(1, sizeof(*op));
	c = calloc(1, sizeof(*c));
	bp = calloc(1, sizeof(*bp));
	if (!op || !c || !bp)
		goto out;
	op->magic = NDIS_MAGIC_BIND_OP;
	op->adapter = a;
	op->protocol = p;
	KeInitializeEvent(&op->done, NotificationEvent, FALSE);
	bind_parameters(a, p, bp, c);
	status = NDIS_CALLBACK(a->trace_nic, "ProtocolBindAdapterEx", ndis_limits.pnp, p->chars.BindAdapterHandlerEx, p->context,
	                       (NDIS_HANDLE)op, bp);
	if (status == NDIS_STATUS_PENDING) {
		ndis_wait_or_hang(a, &op->done, ndis_limits.pnp, "ProtocolBindAdapterEx", "NdisCompleteBindAdapterEx");
		status = op->status;
	}
	ndis_note(a, "bind", "protocol %s: %s", p->name, status == NDIS_STATUS_SUCCESS ? "bound" : "refused");
out:
	if (op)
		op->magic = NDIS_MAGIC_DEAD;
	free(op);
	free(c);
	free(bp);
}

VOID NTAPI NdisCompleteBindAdapterEx(NDIS_HANDLE BindAdapterContext, NDIS_STATUS Status)
{
	struct ndis_bind_op *op = BindAdapterContext;

	if (!op || op->magic != NDIS_MAGIC_BIND_OP) {
		ndis_finding(NULL, "handle", "NdisCompleteBindAdapterEx: %p is not a bind under way", BindAdapterContext);
		return;
	}
	op->status = Status;
	KeSetEvent(&op->done, IO_NO_INCREMENT, FALSE);
}

VOID NTAPI NdisCompleteUnbindAdapterEx(NDIS_HANDLE UnbindContext)
{
	NdisCompleteBindAdapterEx(UnbindContext, NDIS_STATUS_SUCCESS);
}

/* ---- PnP events */
static NDIS_STATUS send_event(struct ndis_binding *b, NET_PNP_EVENT_CODE code, void *buffer, ULONG bytes)
{
	NET_PNP_EVENT_NOTIFICATION *n = calloc(1, sizeof(*n));
	bool v2 = b->protocol->version >= NDIS_V650;
	NDIS_STATUS status = NDIS_STATUS_SUCCESS;

	if (!n || !b->protocol->chars.NetPnPEventHandler)
		goto out;
	n->Header.Type = NDIS_OBJECT_TYPE_DEFAULT;
	n->Header.Revision = v2 ? NET_PNP_EVENT_NOTIFICATION_REVISION_2 : NET_PNP_EVENT_NOTIFICATION_REVISION_1;
	n->Header.Size = v2 ? NDIS_SIZEOF_NET_PNP_EVENT_NOTIFICATION_REVISION_2 : NDIS_SIZEOF_NET_PNP_EVENT_NOTIFICATION_REVISION_1;
	n->NetPnPEvent.NetEvent = code;
	n->NetPnPEvent.Buffer = buffer;
	n->NetPnPEvent.BufferLength = bytes;
	KeClearEvent(&b->event_done);
	b->event_pending = true;
	status = NDIS_CALLBACK(b->adapter->trace_nic, "ProtocolNetPnPEvent", ndis_limits.pnp, b->protocol->chars.NetPnPEventHandler,
	                       b->context, n);
	if (status == NDIS_STATUS_PENDING) {
		ndis_wait_or_hang(b->adapter, &b->event_done, ndis_limits.pnp, "ProtocolNetPnPEvent", "NdisCompleteNetPnPEvent");
		status = b->event_status;
	}
	b->event_pending = false;
out:
	free(n);
	return status;
}

VOID NTAPI NdisCompleteNetPnPEvent(NDIS_HANDLE NdisBindingHandle, PNET_PNP_EVENT_NOTIFICATION NetPnPEventNotification, NDIS_STATUS Status)
{
	struct ndis_binding *b = ndis_binding_of(NdisBindingHandle, "NdisCompleteNetPnPEvent");

	if (!b)
		return;
	if (!b->event_pending) {
		ndis_finding(b->adapter, "protocol", "NdisCompleteNetPnPEvent by %s without a pending event", b->protocol->name);
		return;
	}
	b->event_status = Status;
	KeSetEvent(&b->event_done, IO_NO_INCREMENT, FALSE);
}

static void pause_one(struct ndis_binding *b, ULONG reason)
{
	NDIS_PROTOCOL_PAUSE_PARAMETERS p = {
	        .Header = {NDIS_OBJECT_TYPE_DEFAULT, NDIS_PROTOCOL_PAUSE_PARAMETERS_REVISION_1,
	                   NDIS_SIZEOF_PROTOCOL_PAUSE_PARAMETERS_REVISION_1},
	        .PauseReason = reason,
	};

	if (b->state != NDIS_BIND_RUNNING)
		return;
	b->state = NDIS_BIND_PAUSING;
	send_event(b, NetEventPause, &p, p.Header.Size);
	b->state = NDIS_BIND_PAUSED;
}

static void restart_one(struct ndis_binding *b)
{
	NDIS_PROTOCOL_RESTART_PARAMETERS p = {
	        .Header = {NDIS_OBJECT_TYPE_PROTOCOL_RESTART_PARAMETERS, NDIS_PROTOCOL_RESTART_PARAMETERS_REVISION_1,
	                   NDIS_SIZEOF_PROTOCOL_RESTART_PARAMETERS_REVISION_1},
	        .BoundIfIndex = b->adapter->if_index,
	        .BoundIfNetluid = b->adapter->luid,
	};

	if (b->state != NDIS_BIND_PAUSED)
		return;
	b->state = NDIS_BIND_RESTARTING;
	send_event(b, NetEventRestart, &p, p.Header.Size);
	b->state = NDIS_BIND_RUNNING;
}

void ndis_bindings_pause(struct ndis_adapter *a, ULONG reason)
{
	for (struct ndis_binding *b = ndis_binding_next(a, NULL); b; b = ndis_binding_next(a, b))
		pause_one(b, reason);
}

void ndis_bindings_restart(struct ndis_adapter *a)
{
	for (struct ndis_binding *b = ndis_binding_next(a, NULL); b; b = ndis_binding_next(a, b))
		restart_one(b);
}

void ndis_bindings_event(struct ndis_adapter *a, NET_PNP_EVENT_CODE code, void *buffer, ULONG bytes)
{
	for (struct ndis_binding *b = ndis_binding_next(a, NULL); b; b = ndis_binding_next(a, b))
		send_event(b, code, buffer, bytes);
}

/* No reference is held over the handler, which would keep its close from completing: pnp_mutex keeps everybody else from closing the
 * binding. */
static void unbind_handle(struct ndis_adapter *a, struct ndis_binding *b)
{
	struct ndis_bind_op *op = calloc(1, sizeof(*op));
	const uint64_t order = b->order;
	NDIS_STATUS status;

	if (!op)
		return;
	pause_one(b, NDIS_PAUSE_UNBIND_PROTOCOL);
	op->magic = NDIS_MAGIC_BIND_OP;
	op->adapter = a;
	op->protocol = b->protocol;
	op->binding = b;
	KeInitializeEvent(&op->done, NotificationEvent, FALSE);
	status = NDIS_CALLBACK(a->trace_nic, "ProtocolUnbindAdapterEx", ndis_limits.pnp, b->protocol->chars.UnbindAdapterHandlerEx,
	                       (NDIS_HANDLE)op, b->context);
	if (status == NDIS_STATUS_PENDING)
		ndis_wait_or_hang(a, &op->done, ndis_limits.pnp, "ProtocolUnbindAdapterEx", "NdisCompleteUnbindAdapterEx");
	/* A protocol cannot fail an unbind: a binding left open is closed for it. */
	if (ndis_handle_kind((NDIS_HANDLE)b) == NDIS_MAGIC_BINDING && b->order == order) {
		ndis_finding(a, "protocol", "protocol %s left its binding open after ProtocolUnbindAdapterEx", b->protocol->name);
		NdisCloseAdapterEx((NDIS_HANDLE)b);
	}
	op->magic = NDIS_MAGIC_DEAD;
	free(op);
}

void ndis_unbind_one(struct ndis_binding *b)
{
	unbind_handle(b->adapter, b);
}

/* Closes that pend complete on a worker: the adapter must outlive them. */
static void wait_closed(struct ndis_adapter *a)
{
	LARGE_INTEGER tick = {.QuadPart = -10000};

	for (unsigned ms = 0; atomic_load(&a->bindings_live); ms++) {
		if (ms > ndis_limits.pnp)
			nt_crash_driver("hang", "%s: a protocol's binding was not closed within %u s", a->driver->name,
			                ndis_limits.pnp / 1000);
		KeDelayExecutionThread(KernelMode, FALSE, &tick);
	}
}

void ndis_unbind_all(struct ndis_adapter *a)
{
	for (;;) {
		struct ndis_binding *last = NULL;
		KIRQL old;

		KeAcquireSpinLock(&a->lock, &old);
		if (!list_empty(&a->bindings)) /* in the reverse order of binding */
			last = base_container_of(a->bindings.prev, struct ndis_binding, adapter_link);
		KeReleaseSpinLock(&a->lock, old);
		if (!last)
			break;
		unbind_handle(a, last);
	}
	wait_closed(a);
	ndis_gate_update(a);
}

void ndis_bind_all(struct ndis_adapter *a)
{
	struct ndis_protocol *list[32];
	unsigned n = 0;
	KIRQL old;

	KeAcquireSpinLock(&ndis.lock, &old);
	list_each(l, &ndis.protocols) if (n < ARRAY_LEN(list)) list[n++] = base_container_of(l, struct ndis_protocol, link);
	KeReleaseSpinLock(&ndis.lock, old);
	for (unsigned i = 0; i < n; i++)
		ndis_bind_one(a, list[i]);
	ndis_gate_update(a);
}
