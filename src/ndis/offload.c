/*
 * offload: the four structures that NDIS keeps of what a NIC offloads, and how a structure with a header is judged and read.
 *
 *   task CUR, task HW               NDIS_OFFLOAD                   first from NDIS_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES, then from status
 * indications connection CUR, connection HW   NDIS_TCP_CONNECTION_OFFLOAD
 *
 * Each is kept twice: `raw`, the bytes as the driver gave them (for reports), and `data`, what readers get: cut to the size that belongs to
 * its Revision, so that members the driver's revision lacks are absent and thus not supported (RP-057). Content is never corrected,
 * containment of CUR in HW never enforced (RP-045): what was said is stored, checkers judge. Sizes come from the tables below, never from
 * sizeof of our newest layout. Documentation: version-information-requirements-for-ndis-drivers,
 * overview-of-ndis-support-for-header-versions, ns-ntddndis-_ndis_offload, ns-ntddndis-_ndis_tcp_connection_offload. Contract: reporting.md
 * sections 3.2, 4, 19.
 */
#include "ndis/ndis_internal.h"
#include <stdio.h>
#include <string.h>

/* {revision, least Size, first NDIS version, bytes the revision can have (0 = the least Size)} */
const struct ndis_revision ndis_offload_revisions[] = {
        {1, 112, NDIS_V60, 0},
        {2, 144, NDIS_V61, 0},
        {3, 156, NDIS_V630, 0},
        {4, 177, NDIS_V650, 0},
        {5, 188, NDIS_V670, 0},
        {6, 216, NDIS_V683, 0},
        /* The page stops at 6. From 6.85 drivers send 7 with the size of 6 (FB-07); from 6.89 it has UdpRsc, one byte more. */
        {7, 216, NDIS_V685, 217},
        {0, 0, 0, 0},
};
/* Revision 2 only renames four reserved bits; the page knows revision 1 alone (OQ-03: both from 6.1). */
const struct ndis_revision ndis_connection_revisions[] = {{1, 20, NDIS_V60, 0}, {2, 20, NDIS_V61, 0}, {0, 0, 0, 0}};
const struct ndis_revision ndis_encapsulation_revisions[] = {{1, 28, NDIS_V60, 0}, {0, 0, 0, 0}};
const struct ndis_revision ndis_conn_parameters_revisions[] = {{1, 56, NDIS_V60, 0}, {2, 60, NDIS_V61, 0}, {0, 0, 0, 0}};
const struct ndis_revision ndis_parameters_revisions[] = {
        {1, 20, NDIS_V60, 0},  {2, 22, NDIS_V61, 0},   {3, 26, NDIS_V630, 0}, {4, 32, NDIS_V650, 0},
        {5, 34, NDIS_V683, 0}, {6, 34, NDIS_V689, 35}, {0, 0, 0, 0},
};

static const struct {
	const char *name;
	uint8_t type;
	const struct ndis_revision *table;
} stores[NDIS_STORES] = {
        [NDIS_TASK_CUR] = {"DefaultOffloadConfiguration", NDIS_OBJECT_TYPE_OFFLOAD, ndis_offload_revisions},
        [NDIS_TASK_HW] = {"HardwareOffloadCapabilities", NDIS_OBJECT_TYPE_OFFLOAD, ndis_offload_revisions},
        [NDIS_CONN_CUR] = {"DefaultTcpConnectionOffloadConfiguration", NDIS_OBJECT_TYPE_DEFAULT, ndis_connection_revisions},
        [NDIS_CONN_HW] = {"TcpConnectionOffloadHardwareCapabilities", NDIS_OBJECT_TYPE_DEFAULT, ndis_connection_revisions},
};

const char *ndis_store_name(enum ndis_store which)
{
	return stores[which].name;
}

enum ndis_check ndis_header_check(const NDIS_OBJECT_HEADER *h, uint32_t available, uint8_t type, const struct ndis_revision *table,
                                  uint32_t version, unsigned *size_of_revision)
{
	const struct ndis_revision *mine = NULL, *due = NULL;

	if (size_of_revision)
		*size_of_revision = 0;
	if (available < sizeof(*h))
		return NDIS_CHECK_SIZE;
	if (h->Type != type)
		return NDIS_CHECK_TYPE;
	for (const struct ndis_revision *r = table; r->revision; r++) {
		if (r->since <= version)
			due = r;
		if (r->revision == h->Revision)
			mine = r;
	}
	if (!mine || mine->since > version)
		return NDIS_CHECK_REVISION;
	if (h->Size < mine->size || available < h->Size)
		return NDIS_CHECK_SIZE;
	if (size_of_revision) {
		unsigned full = mine->full ? mine->full : mine->size;

		*size_of_revision = h->Size < full ? h->Size : full;
	}
	return mine != due ? NDIS_CHECK_OLD : NDIS_CHECK_OK;
}

const char *ndis_check_text(enum ndis_check c)
{
	switch (c) {
	case NDIS_CHECK_TYPE:
		return "wrong Header.Type";
	case NDIS_CHECK_REVISION:
		return "Header.Revision not supported for the registered NDIS version";
	case NDIS_CHECK_SIZE:
		return "size smaller than its revision or than Header.Size needs";
	case NDIS_CHECK_OLD:
		return "lower revision than the registered NDIS version requires";
	default:
		return "valid";
	}
}

enum ndis_check ndis_store_check(const struct ndis_adapter *a, enum ndis_store which, const void *p, uint32_t available)
{
	enum ndis_check c = ndis_header_check(p, available, stores[which].type, stores[which].table, a->driver->version, NULL);

	/* The page knows revision 1 of NDIS_TCP_CONNECTION_OFFLOAD alone: nobody is asked for the header's 2 (OQ-03), in the strict profile
	 * neither. */
	return c == NDIS_CHECK_OLD && which >= NDIS_CONN_CUR ? NDIS_CHECK_OK : c;
}

void ndis_stored_set(struct ndis_stored *s, const void *p, uint32_t available, uint8_t type, const struct ndis_revision *table,
                     uint32_t version)
{
	const NDIS_OBJECT_HEADER *h = p;
	unsigned bytes = 0;

	memset(s, 0, sizeof(*s));
	ndis_header_check(h, available, type, table, version, &bytes);
	if (!bytes)
		return;
	s->raw_bytes = h->Size < sizeof(s->raw) ? h->Size : sizeof(s->raw);
	memcpy(s->raw, p, s->raw_bytes);
	s->bytes = bytes;
	memcpy(s->data, p, bytes);
	((NDIS_OBJECT_HEADER *)s->data)->Size = bytes;
}

/* For the data path: what is indicated is held against it (account.c). */
static void note_rsc(struct ndis_adapter *a)
{
	const struct ndis_stored *s = &a->store[NDIS_TASK_CUR];
	for (unsigned i = 0; i < 2; i++) {
		const unsigned at = offsetof(NDIS_OFFLOAD, Rsc) + i;
		const bool on = s->bytes > at && s->data[at];
		if (on)
			atomic_store(&a->rsc_said, false);
		if (on != !atomic_load(&a->rsc_off_since[i]))
			atomic_store(&a->rsc_off_since[i], on ? 0 : nt_time_100ns());
	}
}

/*
 * A driver switches its hardware on first and reports it then, and frames may come in between: while a set that may turn RSC on is with the
 * driver nothing is held against the old report, and if the report still has none when the set ends, frames have RSC_GRACE_MS from there. A
 * set that turns a family's RSC off excuses nothing of that family.
 */
void ndis_rsc_set_begins(struct ndis_adapter *a, const NDIS_OFFLOAD_PARAMETERS *set, uint32_t bytes)
{
	for (unsigned i = 0; i < 2; i++) {
		const unsigned at = offsetof(NDIS_OFFLOAD_PARAMETERS, RscIPv4) + i;
		const bool off = set && bytes > at && ((const uint8_t *)set)[at] == NDIS_OFFLOAD_PARAMETERS_RSC_DISABLED;
		atomic_store(&a->rsc_may_begin[i], !off);
	}
}
void ndis_rsc_set_ends(struct ndis_adapter *a)
{
	for (unsigned i = 0; i < 2; i++)
		if (atomic_load(&a->rsc_may_begin[i])) {
			atomic_store(&a->rsc_set_ended[i], nt_time_100ns());
			atomic_store(&a->rsc_may_begin[i], false);
		}
}

void ndis_store_put(struct ndis_adapter *a, enum ndis_store which, const void *p, uint32_t available)
{
	struct ndis_stored s;
	KIRQL old;

	/* Built outside the lock: the driver's buffer may be pageable. */
	ndis_stored_set(&s, p, available, stores[which].type, stores[which].table, a->driver->version);
	KeAcquireSpinLock(&a->store_lock, &old);
	a->store[which] = s;
	a->changes++;
	if (which == NDIS_TASK_CUR)
		note_rsc(a);
	KeReleaseSpinLock(&a->store_lock, old);
	ndis_publish(a);
}

/* A valid structure of the adapter's version that offers nothing (OQ-02, OQ-06). */
static unsigned zero_form(const struct ndis_adapter *a, enum ndis_store which, void *out, unsigned max)
{
	const struct ndis_revision *due = NULL;
	NDIS_OBJECT_HEADER *h = out;

	for (const struct ndis_revision *r = stores[which].table; r->revision; r++)
		if (r->since <= a->driver->version)
			due = r;
	if (!due || due->size > max)
		return 0;
	memset(out, 0, due->size);
	h->Type = stores[which].type;
	h->Revision = due->revision;
	h->Size = due->size;
	return due->size;
}

void ndis_store_put_zero(struct ndis_adapter *a, enum ndis_store which, const void *like)
{
	uint8_t zero[NDIS_STORED_MAX];
	unsigned n = zero_form(a, which, zero, sizeof(zero));

	if (like) { /* the revision of its companion, so that both agree (RP-055) */
		unsigned size = 0;

		if (ndis_header_check(like, ((const NDIS_OBJECT_HEADER *)like)->Size, stores[which].type, stores[which].table,
		                      a->driver->version, &size) &&
		    !size)
			return;
		n = size;
		memset(zero, 0, sizeof(zero));
		memcpy(zero, like, sizeof(NDIS_OBJECT_HEADER));
		((NDIS_OBJECT_HEADER *)zero)->Size = n;
	}
	ndis_store_put(a, which, zero, n);
}

unsigned ndis_store_get(struct ndis_adapter *a, enum ndis_store which, void *out, unsigned max, bool zero)
{
	unsigned n;
	KIRQL old;

	KeAcquireSpinLock(&a->store_lock, &old);
	n = a->store[which].bytes <= max ? a->store[which].bytes : 0;
	memcpy(out, a->store[which].data, n);
	KeReleaseSpinLock(&a->store_lock, old);
	return n || !zero ? n : zero_form(a, which, out, max);
}

void ndis_store_forget(struct ndis_adapter *a)
{
	KIRQL old;

	KeAcquireSpinLock(&a->store_lock, &old);
	memset(a->store, 0, sizeof(a->store));
	memset(&a->encapsulation, 0, sizeof(a->encapsulation));
	memset(&a->conn_parameters, 0, sizeof(a->conn_parameters));
	memset(&a->task_parameters, 0, sizeof(a->task_parameters));
	a->offload_paused = a->upload_all_seen = false;
	a->changes++;
	KeReleaseSpinLock(&a->store_lock, old);
	ndis_publish(a);
}

/* A driver without the two chimney handler sets is never offered upward, whatever it reports (RP-167, OQ-30). */
bool ndis_connection_operational(struct ndis_adapter *a, bool v6, char *why, size_t max)
{
	NDIS_TCP_CONNECTION_OFFLOAD c;
	bool on;

	if (ndis_store_get(a, NDIS_CONN_CUR, &c, sizeof(c), false) < sizeof(c)) {
		snprintf(why, max, "the driver reports no connection offload");
		return false;
	}
	on = (v6 ? c.SupportIPv6 : c.SupportIPv4) == NDIS_OFFLOAD_SUPPORTED;
	if (!on || !(c.Encapsulation & (NDIS_ENCAPSULATION_IEEE_802_3 | NDIS_ENCAPSULATION_IEEE_LLC_SNAP_ROUTED))) {
		snprintf(why, max,
		         on ? "Encapsulation has neither 802.3 nor LLC/SNAP: the report is not recognised"
		            : "off in the current configuration");
		return false;
	}
	if (!a->driver->has_chimney_generic || !a->driver->has_chimney_tcp) {
		snprintf(why, max, "no chimney handlers: MiniportSetOptions did not call NdisSetOptionalHandlers with the %s set",
		         !a->driver->has_chimney_generic ? (a->driver->has_chimney_tcp ? "generic" : "generic and the TCP") : "TCP");
		return false;
	}
	if (a->offload_paused) {
		snprintf(why, max, "paused by NDIS_STATUS_OFFLOAD_PAUSE, no NDIS_STATUS_OFFLOAD_RESUME yet");
		return false;
	}
	*why = 0;
	return true;
}
