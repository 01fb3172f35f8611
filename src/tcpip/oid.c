/*
 * OID requests of the host stack, and what it sets: encapsulation, connection offload parameters, packet filter.
 *
 * A request lives on the caller's stack until its completion: NDIS completes each one, at the latest when its own time limit is over.
 * learn.microsoft.com/windows-hardware/drivers/network/oid-offload-encapsulation, oid-tcp-connection-offload-parameters,
 * oid-gen-current-packet-filter
 */
#include "tcpip/path.h"
#include "tcpip/stack.h"
#include <string.h>

#define ETHERNET_HEADER 14

struct waiting {
	NDIS_OID_REQUEST request;
	KEVENT done;
	NDIS_STATUS status;
};

void NTAPI stack_oid_complete(NDIS_HANDLE context, PNDIS_OID_REQUEST request, NDIS_STATUS status)
{
	struct waiting *w = base_container_of(request, struct waiting, request);
	(void)context;
	w->status = status;
	KeSetEvent(&w->done, 0, FALSE);
}

NDIS_STATUS stack_oid(struct binding *b, NDIS_REQUEST_TYPE type, NDIS_OID oid, void *buffer, ULONG bytes, struct oid_result *result)
{
	struct waiting w = {.request = {.RequestType = type, .RequestId = &w}};
	NDIS_OID_REQUEST *r = &w.request;
	const bool second = (stack.ndis_version & 0xffff) >= 50;
	r->Header = (NDIS_OBJECT_HEADER){NDIS_OBJECT_TYPE_OID_REQUEST, second ? NDIS_OID_REQUEST_REVISION_2 : NDIS_OID_REQUEST_REVISION_1,
	                                 second ? NDIS_SIZEOF_OID_REQUEST_REVISION_2 : NDIS_SIZEOF_OID_REQUEST_REVISION_1};
	if (type == NdisRequestSetInformation) {
		r->DATA.SET_INFORMATION.Oid = oid;
		r->DATA.SET_INFORMATION.InformationBuffer = buffer;
		r->DATA.SET_INFORMATION.InformationBufferLength = bytes;
	} else {
		r->DATA.QUERY_INFORMATION.Oid = oid;
		r->DATA.QUERY_INFORMATION.InformationBuffer = buffer;
		r->DATA.QUERY_INFORMATION.InformationBufferLength = bytes;
	}
	KeInitializeEvent(&w.done, NotificationEvent, FALSE);
	NDIS_STATUS status = NdisOidRequest(b->ndis, r);
	if (status == NDIS_STATUS_PENDING) {
		KeWaitForSingleObject(&w.done, Executive, KernelMode, FALSE, NULL);
		status = w.status;
	}
	if (result) {
		result->supported_revision = r->SupportedRevision;
		result->needed =
		        type == NdisRequestSetInformation ? r->DATA.SET_INFORMATION.BytesNeeded : r->DATA.QUERY_INFORMATION.BytesNeeded;
		result->written = type == NdisRequestSetInformation ? 0 : r->DATA.QUERY_INFORMATION.BytesWritten;
	}
	return status;
}

static void encapsulation_header(NDIS_OFFLOAD_ENCAPSULATION *e)
{
	memset(e, 0, sizeof(*e));
	e->Header = (NDIS_OBJECT_HEADER){NDIS_OBJECT_TYPE_OFFLOAD_ENCAPSULATION, NDIS_OFFLOAD_ENCAPSULATION_REVISION_1,
	                                 NDIS_SIZEOF_OFFLOAD_ENCAPSULATION_REVISION_1};
}

/* 802.3 where the adapter has it, else LLC/SNAP; exactly one (RP-263). 0: neither. */
static ULONG choose(ULONG encapsulations, ULONG *header)
{
	*header = 0;
	if (encapsulations & NDIS_ENCAPSULATION_IEEE_802_3) {
		*header = ETHERNET_HEADER;
		return NDIS_ENCAPSULATION_IEEE_802_3;
	}
	if (encapsulations & NDIS_ENCAPSULATION_IEEE_LLC_SNAP_ROUTED) {
		*header = ETHERNET_HEADER + 8; /* LLC 3, SNAP 5 */
		return NDIS_ENCAPSULATION_IEEE_LLC_SNAP_ROUTED;
	}
	return 0;
}

/* Activates the task offloads of both families. Once per binding, at bind or when the first offload appears (RP-192, RP-263, RP-264). */
void stack_set_encapsulation(struct binding *b)
{
	ULONG encapsulations = 0, header;
	KIRQL old;
	NDIS_OFFLOAD_ENCAPSULATION e;

	if (b->medium != NdisMedium802_3)
		return;
	KeAcquireSpinLock(&b->lock, &old);
	const bool any = view_task_any(b, &encapsulations);
	const ULONG type = choose(encapsulations, &header);
	const bool disabled = any && b->task_disabled, set = any && !b->task_disabled && type && b->encapsulation == SET_NEVER;
	if (set)
		b->encapsulation = SET_BUSY; /* the driver's status, inside the request, must not make us ask again */
	KeReleaseSpinLock(&b->lock, old);
	if (disabled)
		stack_note(b, "OID_OFFLOAD_ENCAPSULATION", "host stack: not set, DisableTaskOffload is 1");
	if (!set)
		return;
	encapsulation_header(&e);
	e.IPv4.Enabled = e.IPv6.Enabled = NDIS_OFFLOAD_SET_ON;
	e.IPv4.EncapsulationType = e.IPv6.EncapsulationType = type;
	e.IPv4.HeaderSize = e.IPv6.HeaderSize = header;
	const NDIS_OFFLOAD_ENCAPSULATION sent = e;
	const NDIS_STATUS status = stack_oid(b, NdisRequestSetInformation, OID_OFFLOAD_ENCAPSULATION, &e, sizeof(e), NULL);
	KeAcquireSpinLock(&b->lock, &old);
	b->encapsulation_status = status;
	b->encapsulation = status == NDIS_STATUS_SUCCESS ? SET_DONE : SET_FAILED;
	b->encapsulation_value = sent;
	KeReleaseSpinLock(&b->lock, old);
	path_caps(b);
	stack_work(b, WORK_NET);
	if (status != NDIS_STATUS_SUCCESS)
		stack_note(b, "OID_OFFLOAD_ENCAPSULATION",
		           "host stack: the set failed with 0x%08X; no task offload is used on this adapter", (unsigned)status);
}

/* Values where the pages give none are the contract's suggestions (connection-offload.md 3.5); ticks are milliseconds. */
void stack_set_parameters(struct binding *b)
{
	ULONG header;
	KIRQL old;
	NDIS_TCP_CONNECTION_OFFLOAD_PARAMETERS p = {0};
	struct oid_result result;

	KeAcquireSpinLock(&b->lock, &old);
	const bool target = view_is_target(&b->connection, b->connection_size);
	const NDIS_TCP_CONNECTION_OFFLOAD c = b->connection;
	KeReleaseSpinLock(&b->lock, old);
	if (!target)
		return;
	const bool second = (stack.ndis_version & 0xffff) >= 1;
	const ULONG type = choose(c.Encapsulation, &header);
	p.Header = (NDIS_OBJECT_HEADER){NDIS_OBJECT_TYPE_DEFAULT,
	                                second ? NDIS_TCP_CONNECTION_OFFLOAD_PARAMETERS_2 : NDIS_TCP_CONNECTION_OFFLOAD_PARAMETERS_1,
	                                second ? NDIS_SIZEOF_TCP_CONNECTION_OFFLOAD_PARAMETERS_REVISION_2
	                                       : NDIS_SIZEOF_TCP_CONNECTION_OFFLOAD_PARAMETERS_REVISION_1};
	encapsulation_header(&p.Encapsulation);
	if (c.SupportIPv4 == NDIS_OFFLOAD_SUPPORTED) {
		p.Encapsulation.IPv4.Enabled = NDIS_OFFLOAD_SET_ON;
		p.Encapsulation.IPv4.EncapsulationType = type;
		p.Encapsulation.IPv4.HeaderSize = header;
	} else {
		p.Encapsulation.IPv4.Enabled = NDIS_OFFLOAD_SET_OFF;
	}
	if (c.SupportIPv6 == NDIS_OFFLOAD_SUPPORTED) {
		p.Encapsulation.IPv6.Enabled = NDIS_OFFLOAD_SET_ON;
		p.Encapsulation.IPv6.EncapsulationType = type;
		p.Encapsulation.IPv6.HeaderSize = header;
	} else {
		p.Encapsulation.IPv6.Enabled = NDIS_OFFLOAD_SET_OFF;
	}
	p.TicksPerSecond = 1000;
	p.TcpAckFrequency = 2;
	p.TcpDelayedAckTicks = 200;
	p.TcpMaximumRetransmissions = 5;
	p.TcpDoubtReachabilityRetransmissions = 3;
	p.TcpSwsPreventionTicks = 200;
	p.TcpDuplicateAckThreshold = 3;
	p.TcpPushTicks = 500;
	p.NceStaleTicks = 30000;
	const UCHAR sent = p.Header.Revision;
	const NDIS_STATUS status =
	        stack_oid(b, NdisRequestSetInformation, OID_TCP_CONNECTION_OFFLOAD_PARAMETERS, &p, p.Header.Size, &result);
	KeAcquireSpinLock(&b->lock, &old);
	b->parameters_status = status;
	b->parameters = status == NDIS_STATUS_SUCCESS ? SET_DONE : SET_FAILED;
	b->parameters_revision = status == NDIS_STATUS_SUCCESS && result.supported_revision && result.supported_revision < sent
	                                 ? result.supported_revision
	                                 : sent;
	KeReleaseSpinLock(&b->lock, old);
	if (status != NDIS_STATUS_SUCCESS)
		stack_note(b, "OID_TCP_CONNECTION_OFFLOAD_PARAMETERS",
		           "host stack: the set failed with 0x%08X; no connection is offloaded to this adapter", (unsigned)status);
}

/* After NDIS_STATUS_OFFLOAD_RESUME. A pause that came while the question was under way makes the answer stale: offloading stays off
 * (contract section 14). */
void stack_requery(struct binding *b)
{
	NDIS_TCP_CONNECTION_OFFLOAD c = {0};
	struct oid_result result = {0};
	char families[64];
	KIRQL old;

	KeAcquireSpinLock(&b->lock, &old);
	const uint64_t generation = b->generation;
	const bool wanted = b->phase == PHASE_RESUMING;
	KeReleaseSpinLock(&b->lock, old);
	if (!wanted)
		return;
	const NDIS_STATUS status =
	        stack_oid(b, NdisRequestQueryInformation, OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG, &c, sizeof(c), &result);
	KeAcquireSpinLock(&b->lock, &old);
	const bool stale = b->generation != generation;
	b->requeries++;
	b->requery_status = status;
	if (stale) {
		b->stale_requeries++;
	} else {
		b->phase = PHASE_ON;
		b->upload_all = false;
		b->connection_from = "re-query";
		b->connection_size = status == NDIS_STATUS_SUCCESS ? result.written : 0;
		b->connection = c;
	}
	KeReleaseSpinLock(&b->lock, old);
	if (stale)
		stack_note(b, "OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG",
		           "host stack: answer dropped, the adapter paused or resumed again meanwhile");
	else if (status == NDIS_STATUS_SUCCESS)
		stack_note(b, "OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG", "NDIS answers from the report: %s",
		           view_families(&c, result.written, families, sizeof(families)));
	else
		stack_note(b, "OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG",
		           "host stack: the query failed with 0x%08X; no connection is offloaded to this adapter", (unsigned)status);
	if (!stale)
		stack_set_parameters(b);
}
