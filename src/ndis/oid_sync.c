/*
 * oid_sync: OID requests that NDIS or the administrator makes and waits for (ndis_adapter_oid, resets, power).
 *
 * Request and buffer are copies in one block with the ndis_oid, so that a driver which never completes a request may keep them for as long
 * as it likes: the waiter gives up after its time-out, cancels, and goes; whoever is last frees.
 */
#include "ndis/ndis_internal.h"
#include <stdlib.h>
#include <string.h>

#define CANCEL_MS    1000u /* what a driver gets to act on MiniportCancelOidRequest */
#define DEFAULT_MS   5000u
#define BUFFER_LIMIT (1u << 20)

static void sync_done(struct ndis_oid *o, NDIS_STATUS status)
{
	o->status = status;
	KeSetEvent(&o->event, IO_NO_INCREMENT, FALSE);
	ndis_oid_release(o);
}

static bool wait_ms(struct ndis_oid *o, unsigned ms)
{
	LARGE_INTEGER due = {.QuadPart = -(LONGLONG)ms * 10000};

	return KeWaitForSingleObject(&o->event, Executive, KernelMode, FALSE, &due) != STATUS_TIMEOUT;
}

static void fill(NDIS_OID_REQUEST *r, const struct ndis_adapter *a, const struct ndis_oid_call *c, void *buffer)
{
	bool v2 = a->driver->version >= NDIS_V650;

	r->Header.Type = NDIS_OBJECT_TYPE_OID_REQUEST;
	r->Header.Revision = v2 ? NDIS_OID_REQUEST_REVISION_2 : NDIS_OID_REQUEST_REVISION_1;
	r->Header.Size = v2 ? NDIS_SIZEOF_OID_REQUEST_REVISION_2 : NDIS_SIZEOF_OID_REQUEST_REVISION_1;
	r->RequestType = c->type;
	r->PortNumber = c->port;
	r->RequestId = r; /* unique, and what a cancellation names */
	switch (c->type) {
	case NdisRequestSetInformation:
		r->DATA.SET_INFORMATION.Oid = c->oid;
		r->DATA.SET_INFORMATION.InformationBuffer = buffer;
		r->DATA.SET_INFORMATION.InformationBufferLength = c->in_length;
		break;
	case NdisRequestMethod:
		r->DATA.METHOD_INFORMATION.Oid = c->oid;
		r->DATA.METHOD_INFORMATION.InformationBuffer = buffer;
		r->DATA.METHOD_INFORMATION.InputBufferLength = c->in_length;
		r->DATA.METHOD_INFORMATION.OutputBufferLength = c->out_length;
		r->DATA.METHOD_INFORMATION.MethodId = c->method_id;
		break;
	default:
		r->DATA.QUERY_INFORMATION.Oid = c->oid;
		r->DATA.QUERY_INFORMATION.InformationBuffer = buffer;
		r->DATA.QUERY_INFORMATION.InformationBufferLength = c->out_length;
	}
}

static void results(const NDIS_OID_REQUEST *r, struct ndis_oid_call *c, const void *buffer)
{
	uint32_t out = 0;

	c->supported_revision = r->SupportedRevision;
	switch (c->type) {
	case NdisRequestSetInformation:
		c->read = r->DATA.SET_INFORMATION.BytesRead;
		c->needed = r->DATA.SET_INFORMATION.BytesNeeded;
		return;
	case NdisRequestMethod:
		c->written = r->DATA.METHOD_INFORMATION.BytesWritten;
		c->read = r->DATA.METHOD_INFORMATION.BytesRead;
		c->needed = r->DATA.METHOD_INFORMATION.BytesNeeded;
		break;
	default:
		c->written = r->DATA.QUERY_INFORMATION.BytesWritten;
		c->needed = r->DATA.QUERY_INFORMATION.BytesNeeded;
	}
	out = c->written < c->out_length ? c->written : c->out_length;
	if (c->buffer && out)
		memcpy(c->buffer, buffer, out);
}

NDIS_STATUS ndis_oid_sync(struct ndis_adapter *a, struct ndis_oid_call *c)
{
	uint32_t in = c->type == NdisRequestQueryInformation || c->type == NdisRequestQueryStatistics ? 0 : c->in_length;
	uint32_t out = c->type == NdisRequestSetInformation ? 0 : c->out_length;
	uint32_t bytes = in > out ? in : out;
	unsigned limit = c->timeout_ms ? c->timeout_ms : DEFAULT_MS;
	NDIS_OID_REQUEST *r;
	struct ndis_oid *o;
	void *buffer;

	c->written = c->read = c->needed = c->supported_revision = 0;
	if (bytes > BUFFER_LIMIT)
		return c->status = NDIS_STATUS_INVALID_LENGTH;
	/* One block: the ndis_oid, the request, the buffer. What the buffer holds before an answer is nobody's business but must not be
	 * ours. */
	o = malloc(sizeof(*o) + sizeof(*r) + bytes + 32);
	if (!o)
		return c->status = NDIS_STATUS_RESOURCES;
	r = (NDIS_OID_REQUEST *)ALIGN_UP_TO((uintptr_t)(o + 1), 16);
	memset(o, 0, (size_t)((char *)(r + 1) - (char *)o));
	buffer = bytes ? (void *)ALIGN_UP_TO((uintptr_t)(r + 1), 16) : NULL;
	if (out)
		memset(buffer, 0xa5, bytes);
	if (in && c->buffer)
		memcpy(buffer, c->buffer, in);
	fill(r, a, c, buffer);
	o->request = r;
	o->adapter = a;
	o->path = c->path;
	o->done = sync_done;
	o->as_protocol = c->as_protocol;
	atomic_store(&o->references, 2);
	KeInitializeEvent(&o->event, NotificationEvent, FALSE);
	ndis_oid_submit(o);
	if (!wait_ms(o, limit)) {
		char text[24];

		a->oid_timeouts++;
		o->slow_said = true;
		ndis_finding(a, "RP-215", "%s was not completed within %u ms; cancelling it", ndis_oid_name(c->oid, text, sizeof(text)),
		             limit);
		ndis_oid_cancel(a, NULL, r->RequestId, c->path == NDIS_OID_DIRECT);
		if (!wait_ms(o, CANCEL_MS)) {
			ndis_finding(a, "RP-212", "%s was not completed after MiniportCancelOidRequest either; it stays with the driver",
			             ndis_oid_name(c->oid, text, sizeof(text)));
			ndis_oid_release(o);
			return c->status = NDIS_STATUS_REQUEST_ABORTED;
		}
	}
	c->status = o->status;
	results(r, c, buffer);
	ndis_oid_release(o);
	return c->status;
}

NDIS_STATUS ndis_oid_set(struct ndis_adapter *a, NDIS_OID oid, const void *data, uint32_t bytes)
{
	struct ndis_oid_call c = {.type = NdisRequestSetInformation, .oid = oid, .buffer = (void *)data, .in_length = bytes};

	return ndis_oid_sync(a, &c);
}

NDIS_STATUS ndis_adapter_oid(struct ndis_adapter *a, struct ndis_oid_call *call)
{
	return ndis_oid_sync(a, call);
}
