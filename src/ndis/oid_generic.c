/*
 * oid_generic: the general OIDs that NDIS answers for a miniport from its general attributes, its link state and earlier sets. Each is one
 * whose page says "NDIS handles this OID for miniport drivers" or "not requested"; every other OID goes to the driver.
 *
 * Shared settings: the packet filter is the union of what the bindings asked for, so a set goes down as the union
 * (oid-gen-current-packet-filter). The four counters of old (bytes and discards) are taken from one OID_GEN_STATISTICS query to the driver.
 * OID_GEN_SUPPORTED_LIST: as the driver gave it; protocols do not see statistics OIDs in it (oid-gen-supported-list, RP-207).
 */
#include "ndis/ndis_internal.h"
#include <stdlib.h>
#include <string.h>

static bool is_query(const NDIS_OID_REQUEST *r)
{
	return r->RequestType == NdisRequestQueryInformation || r->RequestType == NdisRequestQueryStatistics;
}

/* Statistics OIDs: xx02yyyy for the general (00) and the media groups (01 to 0F). */
static bool is_statistics(NDIS_OID oid)
{
	return (oid & 0x00ff0000) == 0x00020000 && oid < 0x10000000;
}

static NDIS_STATUS give_list(struct ndis_oid *o)
{
	struct ndis_adapter *a = o->adapter;
	NDIS_OID *list = malloc(a->supported_n * sizeof(*list) + 1);
	unsigned n = 0;
	NDIS_STATUS status;

	if (!list)
		return NDIS_STATUS_RESOURCES;
	for (unsigned i = 0; i < a->supported_n; i++)
		if (!o->as_protocol || !is_statistics(a->supported[i]))
			list[n++] = a->supported[i];
	status = ndis_oid_give(o->request, list, n * sizeof(*list));
	free(list);
	return status;
}

/* 64-bit counters are also answered in 4 bytes where that is all the buffer has. */
static NDIS_STATUS give_counter(NDIS_OID_REQUEST *r, uint64_t v)
{
	uint32_t low = (uint32_t)v;

	return r->DATA.QUERY_INFORMATION.InformationBufferLength >= sizeof(v) ? ndis_oid_give(r, &v, sizeof(v))
	                                                                      : ndis_oid_give(r, &low, sizeof(low));
}

/* ---- counters through OID_GEN_STATISTICS */
struct from_statistics {
	struct ndis_oid inner;
	NDIS_OID_REQUEST request;
	NDIS_STATISTICS_INFO info;
	struct ndis_oid *outer;
};

static void statistics_done(struct ndis_oid *inner, NDIS_STATUS status)
{
	struct from_statistics *f = base_container_of(inner, struct from_statistics, inner);
	struct ndis_oid *outer = f->outer;
	uint64_t v = 0;

	switch (outer->request->DATA.QUERY_INFORMATION.Oid) {
	case OID_GEN_BYTES_RCV:
		v = f->info.ifHCInOctets;
		break;
	case OID_GEN_BYTES_XMIT:
		v = f->info.ifHCOutOctets;
		break;
	case OID_GEN_RCV_DISCARDS:
		v = f->info.ifInDiscards;
		break;
	case OID_GEN_XMIT_DISCARDS:
		v = f->info.ifOutDiscards;
		break;
	}
	ndis_oid_finish(outer, status == NDIS_STATUS_SUCCESS ? give_counter(outer->request, v) : status, 1);
	free(f);
}

static enum ndis_oid_fate ask_statistics(struct ndis_oid *o, NDIS_STATUS *status)
{
	struct from_statistics *f = calloc(1, sizeof(*f));

	if (!f) {
		*status = NDIS_STATUS_RESOURCES;
		return NDIS_OID_ANSWERED;
	}
	f->outer = o;
	f->request.Header.Type = NDIS_OBJECT_TYPE_OID_REQUEST;
	f->request.Header.Revision = NDIS_OID_REQUEST_REVISION_1;
	f->request.Header.Size = NDIS_SIZEOF_OID_REQUEST_REVISION_1;
	f->request.RequestType = NdisRequestQueryInformation;
	f->request.RequestId = o->request->RequestId;
	f->request.DATA.QUERY_INFORMATION.Oid = OID_GEN_STATISTICS;
	f->request.DATA.QUERY_INFORMATION.InformationBuffer = &f->info;
	f->request.DATA.QUERY_INFORMATION.InformationBufferLength = sizeof(f->info);
	f->inner.request = &f->request;
	f->inner.adapter = o->adapter;
	f->inner.binding = o->binding;
	f->inner.done = statistics_done;
	ndis_oid_submit(&f->inner);
	return NDIS_OID_TAKEN;
}

/* ---- sets that NDIS watches */
static enum ndis_oid_fate set_filter(struct ndis_oid *o, NDIS_STATUS *status)
{
	struct ndis_adapter *a = o->adapter;
	NDIS_OID_REQUEST *r = o->request;
	ULONG mine;
	KIRQL old;

	if (r->DATA.SET_INFORMATION.InformationBufferLength < sizeof(mine) || !r->DATA.SET_INFORMATION.InformationBuffer)
		return NDIS_OID_FORWARD;
	memcpy(&mine, r->DATA.SET_INFORMATION.InformationBuffer, sizeof(mine));
	if (!o->binding)
		return NDIS_OID_FORWARD;
	o->replaced = mine;
	KeAcquireSpinLock(&a->lock, &old);
	list_each(l, &a->bindings)
	{
		struct ndis_binding *b = base_container_of(l, struct ndis_binding, adapter_link);

		if (b != o->binding)
			o->replaced |= b->packet_filter;
	}
	KeReleaseSpinLock(&a->lock, old);
	o->own_buffer = r->DATA.SET_INFORMATION.InformationBuffer;
	r->DATA.SET_INFORMATION.InformationBuffer = &o->replaced;
	return NDIS_OID_FORWARD;
}

static enum ndis_oid_fate set_lookahead(struct ndis_oid *o, NDIS_STATUS *status, unsigned *by)
{
	const NDIS_OID_REQUEST *r = o->request;
	ULONG v = 0;

	if (r->DATA.SET_INFORMATION.InformationBufferLength >= sizeof(v) && r->DATA.SET_INFORMATION.InformationBuffer)
		memcpy(&v, r->DATA.SET_INFORMATION.InformationBuffer, sizeof(v));
	if (v <= o->adapter->general.LookaheadSize)
		return NDIS_OID_FORWARD;
	*status = NDIS_STATUS_INVALID_DATA;
	*by = 2;
	return NDIS_OID_ANSWERED;
}

void ndis_oid_generic_after(struct ndis_oid *o, NDIS_STATUS status)
{
	struct ndis_adapter *a = o->adapter;
	NDIS_OID_REQUEST *r = o->request;
	const void *data = r->DATA.SET_INFORMATION.InformationBuffer;
	uint32_t n = r->DATA.SET_INFORMATION.InformationBufferLength;

	if (r->RequestType != NdisRequestSetInformation)
		return;
	if (o->own_buffer) {
		data = &o->replaced;
		r->DATA.SET_INFORMATION.InformationBuffer = o->own_buffer;
		if (o->binding && status == NDIS_STATUS_SUCCESS)
			memcpy(&o->binding->packet_filter, o->own_buffer, sizeof(ULONG));
	}
	if (status != NDIS_STATUS_SUCCESS || !o->with_driver)
		return;
	switch (r->DATA.SET_INFORMATION.Oid) {
	case OID_GEN_CURRENT_PACKET_FILTER:
		if (n >= sizeof(ULONG))
			memcpy(&a->packet_filter, data, sizeof(ULONG));
		break;
	case OID_GEN_CURRENT_LOOKAHEAD:
		if (n >= sizeof(ULONG))
			memcpy(&a->lookahead, data, sizeof(ULONG));
		break;
	case OID_802_3_MULTICAST_LIST:
		a->multicast_n = n / 6 < NDIS_MULTICAST_MAX ? n / 6 : NDIS_MULTICAST_MAX;
		memcpy(a->multicast, data, a->multicast_n * 6);
		a->multicast_set = true;
		break;
	}
}

/* ---- queries */
enum ndis_oid_fate ndis_oid_generic(struct ndis_oid *o, NDIS_STATUS *status, unsigned *by)
{
	struct ndis_adapter *a = o->adapter;
	const NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES *g = &a->general;
	NDIS_OID_REQUEST *r = o->request;
	ULONG value;
	USHORT short_value;

	if (r->RequestType == NdisRequestSetInformation) {
		if (r->DATA.SET_INFORMATION.Oid == OID_GEN_CURRENT_PACKET_FILTER)
			return set_filter(o, status);
		if (r->DATA.SET_INFORMATION.Oid == OID_GEN_CURRENT_LOOKAHEAD)
			return set_lookahead(o, status, by);
		return NDIS_OID_FORWARD;
	}
	if (!is_query(r))
		return NDIS_OID_FORWARD;
	*by = 1;
	switch (r->DATA.QUERY_INFORMATION.Oid) {
	case OID_GEN_SUPPORTED_LIST:
		*status = give_list(o);
		return NDIS_OID_ANSWERED;
	case OID_GEN_BYTES_RCV:
	case OID_GEN_BYTES_XMIT:
	case OID_GEN_RCV_DISCARDS:
	case OID_GEN_XMIT_DISCARDS:
		return ask_statistics(o, status);
	case OID_GEN_MEDIA_SUPPORTED:
	case OID_GEN_MEDIA_IN_USE:
		value = g->MediaType;
		break;
	case OID_GEN_PHYSICAL_MEDIUM:
	case OID_GEN_PHYSICAL_MEDIUM_EX:
		value = g->PhysicalMediumType;
		break;
	case OID_GEN_MAXIMUM_LOOKAHEAD:
		value = g->LookaheadSize;
		break;
	case OID_GEN_CURRENT_LOOKAHEAD:
		value = a->lookahead ? a->lookahead : g->LookaheadSize;
		break;
	case OID_GEN_MAXIMUM_FRAME_SIZE:
		value = g->MtuSize;
		break;
	case OID_GEN_MAC_OPTIONS:
		value = g->MacOptions;
		break;
	case OID_GEN_CURRENT_PACKET_FILTER:
		value = o->binding ? o->binding->packet_filter : a->packet_filter;
		break;
	case OID_GEN_LINK_SPEED: /* units of 100 bit/s; a link faster than 32 bits can say is said as the most */
		value = a->link_state.XmitLinkSpeed / 100 > 0xfffffffeull ? 0xffffffff : (ULONG)(a->link_state.XmitLinkSpeed / 100);
		break;
	case OID_GEN_MEDIA_CONNECT_STATUS: /* NDIS_MEDIA_STATE: 0 connected, 1 disconnected */
		value = a->link_state.MediaConnectState == MediaConnectStateConnected ? NdisMediaStateConnected
		                                                                      : NdisMediaStateDisconnected;
		break;
	case OID_GEN_DRIVER_VERSION: /* the NDIS version the driver registered, major in the high byte */
		short_value = (USHORT)((a->driver->version >> 16) << 8 | (a->driver->version & 0xff));
		*status = ndis_oid_give(r, &short_value, sizeof(short_value));
		return NDIS_OID_ANSWERED;
	case OID_GEN_LINK_STATE:
		*status = ndis_oid_give(r, &a->link_state, NDIS_SIZEOF_LINK_STATE_REVISION_1);
		return NDIS_OID_ANSWERED;
	case OID_802_3_PERMANENT_ADDRESS:
	case OID_802_3_CURRENT_ADDRESS:
		if (g->MediaType != NdisMedium802_3)
			return NDIS_OID_FORWARD;
		*status = ndis_oid_give(
		        r, r->DATA.QUERY_INFORMATION.Oid == OID_802_3_PERMANENT_ADDRESS ? g->PermanentMacAddress : g->CurrentMacAddress,
		        g->MacAddressLength);
		return NDIS_OID_ANSWERED;
	case OID_802_3_MAXIMUM_LIST_SIZE:
		value = g->MaxMulticastListSize;
		break;
	case OID_802_3_MULTICAST_LIST:
		*status = ndis_oid_give(r, a->multicast, a->multicast_n * 6);
		return NDIS_OID_ANSWERED;
	case OID_GEN_RECEIVE_SCALE_CAPABILITIES:
		*status = g->RecvScaleCapabilities ? ndis_oid_give(r, g->RecvScaleCapabilities, g->RecvScaleCapabilities->Header.Size)
		                                   : NDIS_STATUS_NOT_SUPPORTED;
		return NDIS_OID_ANSWERED;
	case OID_PM_HARDWARE_CAPABILITIES:
	case OID_PM_CURRENT_CAPABILITIES:
		*status = g->PowerManagementCapabilitiesEx
		                  ? ndis_oid_give(r, g->PowerManagementCapabilitiesEx, g->PowerManagementCapabilitiesEx->Header.Size)
		                  : NDIS_STATUS_NOT_SUPPORTED;
		return NDIS_OID_ANSWERED;
	default:
		return NDIS_OID_FORWARD;
	}
	*status = ndis_oid_give(r, &value, sizeof(value));
	return NDIS_OID_ANSWERED;
}
