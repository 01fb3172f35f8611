/*
 * oid_answer: which OID requests NDIS answers or refuses itself instead of handing them to the miniport.
 *
 * The capability OIDs never reach a driver: NDIS answers from what the driver pushed (RP-194 to RP-203). The answer's bytes are the stored
 * structure with its own header, BytesWritten its size; a buffer that is too small gets NDIS_STATUS_BUFFER_TOO_SHORT, BytesNeeded, and not
 * one byte (RP-198). What an adapter never reported: a valid zero structure for task offload, NDIS_STATUS_NOT_SUPPORTED for connection
 * offload (OQ-06). Documentation: the page of each OID. General OIDs: oid_generic.c.
 */
#include "ndis/ndis_internal.h"
#include <string.h>

NDIS_STATUS ndis_oid_give(NDIS_OID_REQUEST *r, const void *data, uint32_t bytes)
{
	if (r->DATA.QUERY_INFORMATION.InformationBufferLength < bytes || (bytes && !r->DATA.QUERY_INFORMATION.InformationBuffer)) {
		r->DATA.QUERY_INFORMATION.BytesWritten = 0;
		r->DATA.QUERY_INFORMATION.BytesNeeded = bytes;
		return NDIS_STATUS_BUFFER_TOO_SHORT;
	}
	memcpy(r->DATA.QUERY_INFORMATION.InformationBuffer, data, bytes);
	r->DATA.QUERY_INFORMATION.BytesWritten = bytes;
	r->DATA.QUERY_INFORMATION.BytesNeeded = bytes;
	return NDIS_STATUS_SUCCESS;
}

static bool is_query(const NDIS_OID_REQUEST *r)
{
	return r->RequestType == NdisRequestQueryInformation || r->RequestType == NdisRequestQueryStatistics;
}

static NDIS_STATUS give_store(struct ndis_oid *o, enum ndis_store which)
{
	uint8_t data[NDIS_STORED_MAX];
	unsigned n = ndis_store_get(o->adapter, which, data, sizeof(data), which == NDIS_TASK_CUR || which == NDIS_TASK_HW);

	return n ? ndis_oid_give(o->request, data, n) : NDIS_STATUS_NOT_SUPPORTED;
}

/* Encapsulation and connection offload parameters: the last successful set; before the first there is nothing to tell. */
static NDIS_STATUS give_last_set(struct ndis_oid *o, const struct ndis_stored *stored)
{
	struct ndis_stored s;
	KIRQL old;

	KeAcquireSpinLock(&o->adapter->store_lock, &old);
	s = *stored;
	KeReleaseSpinLock(&o->adapter->store_lock, old);
	return s.bytes ? ndis_oid_give(o->request, s.data, s.bytes) : NDIS_STATUS_FAILURE;
}

enum ndis_oid_fate ndis_oid_answer(struct ndis_oid *o, NDIS_STATUS *status, unsigned *by)
{
	NDIS_OID_REQUEST *r = o->request;
	struct ndis_adapter *a = o->adapter;
	enum ndis_store which = NDIS_STORES;

	*by = 2;
	*status = NDIS_STATUS_NOT_SUPPORTED;
	switch (r->DATA.QUERY_INFORMATION.Oid) {
	case OID_TCP_OFFLOAD_CURRENT_CONFIG:
		which = NDIS_TASK_CUR;
		break;
	case OID_TCP_OFFLOAD_HARDWARE_CAPABILITIES:
		which = NDIS_TASK_HW;
		break;
	case OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG:
		which = NDIS_CONN_CUR;
		break;
	case OID_TCP_CONNECTION_OFFLOAD_HARDWARE_CAPABILITIES:
		which = NDIS_CONN_HW;
		break;
	case OID_TCP_OFFLOAD_PARAMETERS:
		/* Set only, and by the ordinary path: RP-201. */
		return r->RequestType != NdisRequestSetInformation || o->path != NDIS_OID_ORDINARY ? NDIS_OID_ANSWERED : NDIS_OID_FORWARD;
	case OID_OFFLOAD_ENCAPSULATION:
		if (r->RequestType == NdisRequestSetInformation && o->path == NDIS_OID_ORDINARY)
			return NDIS_OID_FORWARD;
		if (!is_query(r))
			return NDIS_OID_ANSWERED;
		if (o->binding && !o->binding->encapsulation_set)
			ndis_finding(a, "RP-206", "protocol %s queries OID_OFFLOAD_ENCAPSULATION before it has set it",
			             o->binding->protocol->name);
		*by = 1;
		*status = give_last_set(o, &a->encapsulation);
		return NDIS_OID_ANSWERED;
	case OID_TCP_CONNECTION_OFFLOAD_PARAMETERS:
		if (r->RequestType == NdisRequestSetInformation && o->path == NDIS_OID_ORDINARY)
			return NDIS_OID_FORWARD;
		if (!is_query(r))
			return NDIS_OID_ANSWERED;
		*by = 1;
		*status = give_last_set(o, &a->conn_parameters); /* OQ-11 */
		return NDIS_OID_ANSWERED;
	case OID_TCP_TASK_OFFLOAD: /* NDIS 5; not used with NDIS 6 miniports */
		return NDIS_OID_ANSWERED;
	default:
		return o->path == NDIS_OID_ORDINARY ? ndis_oid_generic(o, status, by) : NDIS_OID_FORWARD;
	}
	if (!is_query(r)) /* RP-200 */
		return NDIS_OID_ANSWERED;
	*by = 1;
	*status = give_store(o, which);
	return NDIS_OID_ANSWERED;
}
