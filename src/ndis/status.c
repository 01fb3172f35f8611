/*
 * status: status indications, the only way by which a miniport tells of a change.
 *
 * Order in NdisMIndicateStatusEx: judge the buffer; update what NDIS stores; then tell the bindings, in the order in which they bound, at
 * the driver's IRQL (RP-289, RP-291). An offload indication whose buffer is missing, too short or of the wrong type changes nothing and is
 * not passed on, since its receivers would read rubbish (RP-290); it is a finding. The buffer belongs to the driver and is valid during the
 * call only, so it is copied, and receivers get the driver's own indication. Connection offload capabilities change between
 * NDIS_STATUS_OFFLOAD_PAUSE and NDIS_STATUS_OFFLOAD_RESUME; pause alone changes nothing stored (RP-176). Documentation:
 * nf-ndis-ndismindicatestatusex, ns-ndis-_ndis_status_indication, the page of each status. Contract: reporting.md sections 13 and 14.
 */
#include "ndis/ndis_internal.h"
#include "trace/names.h"
#include <stdio.h>
#include <string.h>

static const char *code_name(NDIS_STATUS code, char *out, size_t max)
{
	const char *n = trace_status_name((uint32_t)code);

	if (n)
		return n;
	snprintf(out, max, "status 0x%08X", (unsigned)code);
	return out;
}

/* Tells every binding, or the one that `destination` names. */
static void fan_out(struct ndis_adapter *a, NDIS_STATUS_INDICATION *s)
{
	for (struct ndis_binding *b = ndis_binding_next(a, NULL); b; b = ndis_binding_next(a, b)) {
		if (s->DestinationHandle && s->DestinationHandle != (NDIS_HANDLE)b)
			continue;
		if (b->protocol->chars.StatusHandlerEx)
			NDIS_CALLBACK_VOID(a->trace_nic, "ProtocolStatusEx", ndis_limits.dispatch, b->protocol->chars.StatusHandlerEx,
			                   b->context, s);
	}
}

static void trace_status(struct ndis_adapter *a, const NDIS_STATUS_INDICATION *s, NDIS_STATUS result)
{
	char text[24];
	struct trace_struct t = {.code = (uint32_t)s->StatusCode, .result = (uint32_t)result, .given = s->StatusBufferSize};

	t.bytes = s->StatusBuffer ? (s->StatusBufferSize < 512 ? s->StatusBufferSize : 512) : 0;
	trace_write2(TRACE_STATUS, a->trace_nic, 0, code_name(s->StatusCode, text, sizeof(text)), &t, sizeof(t), s->StatusBuffer, t.bytes);
}

static bool damaged(struct ndis_adapter *a, const NDIS_STATUS_INDICATION *s, const char *rule, enum ndis_check c, const char *structure)
{
	char text[24];

	if (c == NDIS_CHECK_OK || (c == NDIS_CHECK_OLD && !ndis.strict))
		return false;
	ndis_finding(a, rule, "%s carries no valid %s: %s (StatusBuffer %p, StatusBufferSize %u); nothing stored, nobody told",
	             code_name(s->StatusCode, text, sizeof(text)), structure, s->StatusBuffer ? ndis_check_text(c) : "StatusBuffer is NULL",
	             s->StatusBuffer, s->StatusBufferSize);
	return true;
}

/* One of the four stored structures replaced. True: the indication may go on. */
static bool replace(struct ndis_adapter *a, const NDIS_STATUS_INDICATION *s, enum ndis_store which, const char *rule)
{
	enum ndis_check c = s->StatusBuffer ? ndis_store_check(a, which, s->StatusBuffer, s->StatusBufferSize) : NDIS_CHECK_SIZE;

	if (damaged(a, s, rule, c, which <= NDIS_TASK_HW ? "NDIS_OFFLOAD" : "NDIS_TCP_CONNECTION_OFFLOAD"))
		return false;
	ndis_store_put(a, which, s->StatusBuffer, s->StatusBufferSize);
	return true;
}

static bool encapsulation_change(struct ndis_adapter *a, const NDIS_STATUS_INDICATION *s)
{
	struct ndis_stored now;
	enum ndis_check c = NDIS_CHECK_SIZE;
	KIRQL old;

	if (s->StatusBuffer)
		c = ndis_header_check(s->StatusBuffer, s->StatusBufferSize, NDIS_OBJECT_TYPE_OFFLOAD_ENCAPSULATION,
		                      ndis_encapsulation_revisions, a->driver->version, NULL);
	if (damaged(a, s, "RP-265", c, "NDIS_OFFLOAD_ENCAPSULATION"))
		return false;
	ndis_stored_set(&now, s->StatusBuffer, s->StatusBufferSize, NDIS_OBJECT_TYPE_OFFLOAD_ENCAPSULATION, ndis_encapsulation_revisions,
	                a->driver->version);
	KeAcquireSpinLock(&a->store_lock, &old);
	a->encapsulation = now;
	a->changes++;
	KeReleaseSpinLock(&a->store_lock, old);
	ndis_publish(a);
	return true;
}

static void offload_pause(struct ndis_adapter *a, bool upload_all)
{
	KIRQL old;

	KeAcquireSpinLock(&a->store_lock, &old);
	if (upload_all) {
		a->upload_all_seen = true;
	} else {
		a->offload_paused = true;
		a->pauses++;
	}
	KeReleaseSpinLock(&a->store_lock, old);
	ndis_publish(a);
}

/* nf-ndis: the target reports its new configuration. Changes without a pause before them are stored all the same: what was said is stored.
 */
static bool offload_resume(struct ndis_adapter *a, const NDIS_STATUS_INDICATION *s)
{
	struct ndis_stored before;
	bool paused;
	KIRQL old;

	KeAcquireSpinLock(&a->store_lock, &old);
	before = a->store[NDIS_CONN_CUR];
	paused = a->offload_paused || a->upload_all_seen;
	KeReleaseSpinLock(&a->store_lock, old);
	if (!replace(a, s, NDIS_CONN_CUR, "RP-170"))
		return false;
	KeAcquireSpinLock(&a->store_lock, &old);
	bool changed = before.bytes != a->store[NDIS_CONN_CUR].bytes || memcmp(before.data, a->store[NDIS_CONN_CUR].data, before.bytes);
	a->offload_paused = a->upload_all_seen = false;
	a->resumes++;
	KeReleaseSpinLock(&a->store_lock, old);
	ndis_publish(a);
	if (!paused)
		ndis_finding(a, changed ? "RP-171" : "RP-172", "NDIS_STATUS_OFFLOAD_RESUME%s without NDIS_STATUS_OFFLOAD_PAUSE before it",
		             changed ? " changes connection capabilities" : "");
	return true;
}

static bool link_state(struct ndis_adapter *a, const NDIS_STATUS_INDICATION *s)
{
	const NDIS_LINK_STATE *l = s->StatusBuffer;
	KIRQL old;

	if (!l || s->StatusBufferSize < NDIS_SIZEOF_LINK_STATE_REVISION_1 || l->Header.Type != NDIS_OBJECT_TYPE_DEFAULT ||
	    l->Header.Revision < NDIS_LINK_STATE_REVISION_1 || l->Header.Size < NDIS_SIZEOF_LINK_STATE_REVISION_1) {
		ndis_finding(a, "status", "NDIS_STATUS_LINK_STATE carries no valid NDIS_LINK_STATE");
		return false;
	}
	KeAcquireSpinLock(&a->lock, &old);
	memcpy(&a->link_state, l, NDIS_SIZEOF_LINK_STATE_REVISION_1);
	a->link_state.Header.Size = NDIS_SIZEOF_LINK_STATE_REVISION_1;
	a->link_state.Header.Revision = NDIS_LINK_STATE_REVISION_1;
	KeReleaseSpinLock(&a->lock, old);
	return true;
}

/* True: pass it on. */
static bool act(struct ndis_adapter *a, const NDIS_STATUS_INDICATION *s)
{
	switch (s->StatusCode) {
	case NDIS_STATUS_TASK_OFFLOAD_CURRENT_CONFIG:
		return replace(a, s, NDIS_TASK_CUR, "RP-290");
	case NDIS_STATUS_TASK_OFFLOAD_HARDWARE_CAPABILITIES:
		return replace(a, s, NDIS_TASK_HW, "RP-290");
	case NDIS_STATUS_TCP_CONNECTION_OFFLOAD_HARDWARE_CAPABILITIES:
		/* The page keeps it for MUX intermediate drivers; a plain miniport's is accepted (OQ-22). */
		if (!(a->driver->chars.Flags & NDIS_INTERMEDIATE_DRIVER))
			ndis_note(a, "RP-177", "connection hardware capabilities indicated by a driver that is no MUX intermediate driver");
		return replace(a, s, NDIS_CONN_HW, "RP-290");
	case NDIS_STATUS_OFFLOAD_ENCASPULATION_CHANGE:
		return encapsulation_change(a, s);
	case NDIS_STATUS_OFFLOAD_PAUSE:
		offload_pause(a, false);
		return true;
	case NDIS_STATUS_UPLOAD_ALL:
		offload_pause(a, true);
		return true;
	case NDIS_STATUS_OFFLOAD_RESUME:
		return offload_resume(a, s);
	case NDIS_STATUS_LINK_STATE:
		return link_state(a, s);
	case NDIS_STATUS_RESET_START:
	case NDIS_STATUS_RESET_END:
		ndis_finding(a, "RP-288", "the driver indicates the %s of a reset; NDIS does that",
		             s->StatusCode == NDIS_STATUS_RESET_START ? "start" : "end");
		return false;
	default:
		return true;
	}
}

static bool is_offload_code(NDIS_STATUS code)
{
	return code == NDIS_STATUS_TASK_OFFLOAD_CURRENT_CONFIG || code == NDIS_STATUS_TASK_OFFLOAD_HARDWARE_CAPABILITIES ||
	       code == NDIS_STATUS_TCP_CONNECTION_OFFLOAD_HARDWARE_CAPABILITIES || code == NDIS_STATUS_OFFLOAD_ENCASPULATION_CHANGE ||
	       code == NDIS_STATUS_OFFLOAD_PAUSE || code == NDIS_STATUS_UPLOAD_ALL || code == NDIS_STATUS_OFFLOAD_RESUME;
}

/* False: it must not be looked at any further. */
static bool well_formed(struct ndis_adapter *a, const NDIS_STATUS_INDICATION *s)
{
	char text[24];

	if (a->state == NDIS_HALTED || a->state == NDIS_SHUTDOWN) {
		ndis_finding(a, "RP-017", "%s indicated while the adapter is %s; ignored", code_name(s->StatusCode, text, sizeof(text)),
		             ndis_adapter_state_name(a->state));
		return false;
	}
	if (!a->has_registration) {
		ndis_finding(a, "RP-279", "%s indicated before registration attributes were set; ignored",
		             code_name(s->StatusCode, text, sizeof(text)));
		return false;
	}
	if (s->Header.Type != NDIS_OBJECT_TYPE_STATUS_INDICATION || s->Header.Revision < NDIS_STATUS_INDICATION_REVISION_1 ||
	    s->Header.Size < NDIS_SIZEOF_STATUS_INDICATION_REVISION_1) {
		ndis_finding(a, "RP-273", "NDIS_STATUS_INDICATION: Type 0x%02X Revision %u Size %u are not valid; ignored", s->Header.Type,
		             s->Header.Revision, s->Header.Size);
		return false;
	}
	if (s->SourceHandle != (NDIS_HANDLE)a)
		ndis_finding(a, "RP-274", "%s: SourceHandle %p is not the adapter handle", code_name(s->StatusCode, text, sizeof(text)),
		             s->SourceHandle);
	if (s->Flags)
		ndis_finding(a, "RP-275", "%s: Flags is 0x%X, must be 0", code_name(s->StatusCode, text, sizeof(text)), s->Flags);
	if (is_offload_code(s->StatusCode) && s->DestinationHandle)
		ndis_finding(a, "RP-276", "%s goes to one binding only (DestinationHandle is set); every binding must learn of it",
		             code_name(s->StatusCode, text, sizeof(text)));
	return true;
}

VOID NTAPI NdisMIndicateStatusEx(NDIS_HANDLE MiniportAdapterHandle, PNDIS_STATUS_INDICATION StatusIndication)
{
	struct ndis_adapter *a = ndis_adapter_of_handle(MiniportAdapterHandle, "NdisMIndicateStatusEx");
	bool on;

	if (!a || !StatusIndication)
		return;
	if (!well_formed(a, StatusIndication))
		return;
	trace_status(a, StatusIndication, NDIS_STATUS_SUCCESS);
	nt_sched_point();
	on = act(a, StatusIndication);
	if (on)
		fan_out(a, StatusIndication);
}

void ndis_status_from_ndis(struct ndis_adapter *a, NDIS_STATUS code, void *buffer, ULONG bytes)
{
	NDIS_STATUS_INDICATION s;

	memset(&s, 0, sizeof(s));
	s.Header.Type = NDIS_OBJECT_TYPE_STATUS_INDICATION;
	s.Header.Revision = NDIS_STATUS_INDICATION_REVISION_1;
	s.Header.Size = NDIS_SIZEOF_STATUS_INDICATION_REVISION_1;
	s.SourceHandle = (NDIS_HANDLE)a;
	s.StatusCode = code;
	s.StatusBuffer = buffer;
	s.StatusBufferSize = bytes;
	trace_status(a, &s, NDIS_STATUS_SUCCESS);
	fan_out(a, &s);
}
