/*
 * params: what NDIS does around the three sets that configure offloads.
 *
 * OID_TCP_OFFLOAD_PARAMETERS: NDIS writes the requested values into the standardized keywords before the driver sees the request (RP-246),
 * so that the next initialization finds them. Encodings differ (RP-247): 4 (Tx and Rx) is keyword 3; LSO 1/2 is keyword 0/1;
 * EncapsulatedPacketTaskOffload 1/2 is keyword 1/0. NO_CHANGE leaves a keyword alone (RP-248), and so does a value that has no meaning: the
 * driver is about to refuse it. Flag SKIP_REGISTRY_UPDATE (6.30, OQ-08) makes the change volatile. A set that fails is not rolled back
 * (OQ-10). OID_OFFLOAD_ENCAPSULATION, OID_TCP_CONNECTION_OFFLOAD_PARAMETERS: the last successful set is kept for queries (RP-202 to
 * RP-204), nothing is persisted. Documentation: oid-tcp-offload-parameters, ns-ntddndis-_ndis_offload_parameters,
 * using-registry-values-to-enable-and-disable-task-offloading.
 */
#include "ndis/ndis_internal.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FLAGS_OFFSET 16 /* NDIS_OFFLOAD_PARAMETERS.Flags */

enum encoding { CHECKSUM, SWITCH, IPSEC, ENCAPSULATED };
/* By offset, not by member: the structure is as long as the requester's revision makes it. */
static const struct {
	uint8_t offset;
	enum encoding encoding;
	const char *keyword;
} members[] = {
        {4, CHECKSUM, "*IPChecksumOffloadIPv4"},
        {5, CHECKSUM, "*TCPChecksumOffloadIPv4"},
        {6, CHECKSUM, "*UDPChecksumOffloadIPv4"},
        {7, CHECKSUM, "*TCPChecksumOffloadIPv6"},
        {8, CHECKSUM, "*UDPChecksumOffloadIPv6"},
        {9, SWITCH, "*LsoV1IPv4"},
        {10, IPSEC, "*IPsecOffloadV1IPv4"},
        {11, SWITCH, "*LsoV2IPv4"},
        {12, SWITCH, "*LsoV2IPv6"},
        {13, SWITCH, "*TCPConnectionOffloadIPv4"},
        {14, SWITCH, "*TCPConnectionOffloadIPv6"},
        {20, IPSEC, "*IPsecOffloadV2"},
        {21, IPSEC, "*IPsecOffloadV2IPv4"},
        {22, SWITCH, "*RscIPv4"},
        {23, SWITCH, "*RscIPv6"},
        {24, ENCAPSULATED, "*EncapsulatedPacketTaskOffload"},
        {32, SWITCH, "*UsoIPv4"},
        {33, SWITCH, "*UsoIPv6"},
        {34, SWITCH, "*UdpRsc"},
};

/* Keyword value for a member's value; -1: leave the keyword alone. */
static int keyword_value(enum encoding e, uint8_t v)
{
	switch (e) {
	case CHECKSUM:
	case IPSEC:
		return v >= 1 && v <= 4 ? v - 1 : -1;
	case SWITCH:
		return v == 1 || v == 2 ? v - 1 : -1;
	case ENCAPSULATED:
		return v == 1 || v == 2 ? 2 - v : -1;
	}
	return -1;
}

static bool persist(struct ndis_adapter *a, const uint8_t *p, unsigned bytes)
{
	uint32_t flags = 0;

	if (bytes >= FLAGS_OFFSET + sizeof(flags))
		memcpy(&flags, p + FLAGS_OFFSET, sizeof(flags));
	if ((flags & NDIS_OFFLOAD_PARAMETERS_SKIP_REGISTRY_UPDATE) && ndis.version >= NDIS_V630) {
		ndis_note(a, "OID_TCP_OFFLOAD_PARAMETERS", "keywords stay as they are: NDIS_OFFLOAD_PARAMETERS_SKIP_REGISTRY_UPDATE");
		return true;
	}
	for (unsigned i = 0; i < ARRAY_LEN(members); i++) {
		int v = members[i].offset < bytes ? keyword_value(members[i].encoding, p[members[i].offset]) : -1;
		char text[8];

		if (v < 0)
			continue;
		snprintf(text, sizeof(text), "%d", v);
		if (nt_reg_set_sz(a->key, members[i].keyword, text)) {
			ndis_note(a, "keyword", "%s=%d can't be kept (is the state directory's disk full?): not set", members[i].keyword,
			          v);
			return false;
		}
		ndis_note(a, "keyword", "%s=%d written before the set", members[i].keyword, v);
	}
	return true;
}

/* A set's structure as far as it can be read; 0 = too broken to mean anything, which is the driver's to refuse. */
static unsigned readable(const NDIS_OID_REQUEST *r, uint8_t type)
{
	const NDIS_OBJECT_HEADER *h = r->DATA.SET_INFORMATION.InformationBuffer;
	uint32_t n = r->DATA.SET_INFORMATION.InformationBufferLength;

	if (!h || n < sizeof(*h) || h->Type != type || !h->Revision)
		return 0;
	return h->Size < n ? h->Size : n;
}

static void keep(struct ndis_oid *o, uint8_t type, const struct ndis_revision *table, uint32_t version)
{
	const NDIS_OID_REQUEST *r = o->request;

	o->set = malloc(sizeof(*o->set));
	if (o->set)
		ndis_stored_set(o->set, r->DATA.SET_INFORMATION.InformationBuffer, r->DATA.SET_INFORMATION.InformationBufferLength, type,
		                table, version);
}

NDIS_STATUS ndis_params_before(struct ndis_oid *o)
{
	const NDIS_OID_REQUEST *r = o->request;
	uint32_t version = ndis.version; /* requesters speak the running NDIS's revisions, not the driver's */
	unsigned n;

	if (r->RequestType != NdisRequestSetInformation)
		return NDIS_STATUS_SUCCESS;
	switch (r->DATA.SET_INFORMATION.Oid) {
	case OID_TCP_OFFLOAD_PARAMETERS:
		n = readable(r, NDIS_OBJECT_TYPE_DEFAULT);
		if (n < ndis_parameters_revisions[0].size)
			break;
		if (!persist(o->adapter, r->DATA.SET_INFORMATION.InformationBuffer, n))
			return NDIS_STATUS_RESOURCES;
		keep(o, NDIS_OBJECT_TYPE_DEFAULT, ndis_parameters_revisions, NDIS_NEWEST);
		ndis_rsc_set_begins(o->adapter, r->DATA.SET_INFORMATION.InformationBuffer, n);
		break;
	case OID_OFFLOAD_ENCAPSULATION:
		if (readable(r, NDIS_OBJECT_TYPE_OFFLOAD_ENCAPSULATION))
			keep(o, NDIS_OBJECT_TYPE_OFFLOAD_ENCAPSULATION, ndis_encapsulation_revisions, version);
		ndis_rsc_set_begins(o->adapter, NULL, 0);
		break;
	case OID_TCP_CONNECTION_OFFLOAD_PARAMETERS:
		if (readable(r, NDIS_OBJECT_TYPE_DEFAULT))
			keep(o, NDIS_OBJECT_TYPE_DEFAULT, ndis_conn_parameters_revisions, version);
		break;
	}
	return NDIS_STATUS_SUCCESS;
}

/* A family left at NO_CHANGE keeps what the last set said of it (OQ-16). Offsets: IPv4 at 4, IPv6 at 16; Enabled comes first. */
static void merge_encapsulation(struct ndis_stored *now, const struct ndis_stored *set)
{
	struct ndis_stored merged = *set;

	for (unsigned family = 4; now->bytes && family <= 16; family += 12) {
		uint32_t enabled;

		memcpy(&enabled, set->data + family, sizeof(enabled));
		if (enabled == NDIS_OFFLOAD_SET_NO_CHANGE)
			memcpy(merged.data + family, now->data + family, 12);
	}
	*now = merged;
}

void ndis_params_after(struct ndis_oid *o, NDIS_STATUS status)
{
	struct ndis_adapter *a = o->adapter;
	KIRQL old;

	if (o->request->RequestType == NdisRequestSetInformation)
		ndis_rsc_set_ends(a);
	if (!o->set || !o->set->bytes || status != NDIS_STATUS_SUCCESS) /* RP-204 */
		return;
	KeAcquireSpinLock(&a->store_lock, &old);
	switch (o->request->DATA.SET_INFORMATION.Oid) {
	case OID_TCP_OFFLOAD_PARAMETERS:
		a->task_parameters = *o->set;
		break;
	case OID_OFFLOAD_ENCAPSULATION:
		merge_encapsulation(&a->encapsulation, o->set);
		break;
	case OID_TCP_CONNECTION_OFFLOAD_PARAMETERS:
		a->conn_parameters = *o->set;
		break;
	}
	a->changes++;
	KeReleaseSpinLock(&a->store_lock, old);
	ndis_publish(a);
}
