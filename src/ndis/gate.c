/*
 * gate: what NDIS itself restricts while somebody in the stack cannot take it. RSC while a protocol that predates NDIS 6.30 is bound; URO
 * while one is that predates 6.89. The driver is asked to switch it off by OID_TCP_OFFLOAD_PARAMETERS with
 * NDIS_OFFLOAD_PARAMETERS_SKIP_REGISTRY_UPDATE, so that the keywords keep what the administrator wants (RP-131), and to switch it on again
 * when the last such protocol is gone; meanwhile it counts as enabled and not operational (RP-116). Filters and MUX drivers would count as
 * well; Flue has neither. Documentation: programming-considerations-for-rsc-drivers, udp-rsc-offload.
 */
#include "ndis/ndis_internal.h"
#include <stdio.h>
#include <string.h>

/* NDIS_OFFLOAD members, by offset: absent in lower revisions. */
enum { RSC_V4 = 144, RSC_V6 = 145, URO = 216 };
/* NDIS_OFFLOAD_PARAMETERS */
enum { P_FLAGS = 16, P_RSC_V4 = 22, P_RSC_V6 = 23, P_URO = 34 };
enum { P_OFF = 1, P_ON = 2 };

static const char *oldest_bound(struct ndis_adapter *a, uint32_t below, uint32_t *version)
{
	static _Thread_local char name[64];
	const char *found = NULL;
	KIRQL old;

	KeAcquireSpinLock(&a->lock, &old);
	list_each(l, &a->bindings)
	{
		const struct ndis_protocol *p = base_container_of(l, struct ndis_binding, adapter_link)->protocol;

		if (p->version < below) {
			*version = p->version;
			snprintf(name, sizeof(name), "%s", p->name);
			found = name;
		}
	}
	KeReleaseSpinLock(&a->lock, old);
	return found;
}

static void request(struct ndis_adapter *a, uint8_t rsc4, uint8_t rsc6, uint8_t uro)
{
	uint8_t p[40] = {0};
	const uint32_t flags = NDIS_OFFLOAD_PARAMETERS_SKIP_REGISTRY_UPDATE;
	const struct ndis_revision *due = NULL;
	NDIS_OBJECT_HEADER *h = (NDIS_OBJECT_HEADER *)p;

	for (const struct ndis_revision *r = ndis_parameters_revisions; r->revision; r++)
		if (r->since <= ndis.version)
			due = r;
	h->Type = NDIS_OBJECT_TYPE_DEFAULT;
	h->Revision = due->revision;
	h->Size = due->full ? due->full : due->size;
	memcpy(p + P_FLAGS, &flags, sizeof(flags));
	p[P_RSC_V4] = rsc4;
	p[P_RSC_V6] = rsc6;
	if (h->Size > P_URO)
		p[P_URO] = uro;
	ndis_oid_set(a, OID_TCP_OFFLOAD_PARAMETERS, p, h->Size);
}

void ndis_gate_update(struct ndis_adapter *a)
{
	uint8_t cur[NDIS_STORED_MAX] = {0};
	uint32_t version = 0;
	const char *rsc = oldest_bound(a, NDIS_V630, &version), *uro = rsc ? rsc : oldest_bound(a, NDIS_V689, &version);
	struct ndis_gate g = a->gate;
	uint8_t ask4 = 0, ask6 = 0, ask_uro = 0;

	if (!ndis_state_takes_oids(a->state) || a->removing || a->surprise)
		return;
	ndis_store_get(a, NDIS_TASK_CUR, cur, sizeof(cur), true); /* shorter revisions leave zeros: not there, not on */
	if (rsc && cur[RSC_V4] && !g.rsc4)
		ask4 = P_OFF;
	if (rsc && cur[RSC_V6] && !g.rsc6)
		ask6 = P_OFF;
	if (uro && cur[URO] && !g.uro)
		ask_uro = P_OFF;
	if (!rsc && g.rsc4)
		ask4 = P_ON;
	if (!rsc && g.rsc6)
		ask6 = P_ON;
	if (!uro && g.uro)
		ask_uro = P_ON;
	if (!ask4 && !ask6 && !ask_uro)
		return;
	a->gate.rsc4 = ask4 ? ask4 == P_OFF : g.rsc4;
	a->gate.rsc6 = ask6 ? ask6 == P_OFF : g.rsc6;
	a->gate.uro = ask_uro ? ask_uro == P_OFF : g.uro;
	if (uro)
		snprintf(a->gate.reason, sizeof(a->gate.reason), "NDIS compatibility: protocol %s is NDIS %u.%u", uro, version >> 16,
		         version & 0xffff);
	else
		a->gate.reason[0] = 0;
	ndis_note(a, "gate", "%s", uro ? a->gate.reason : "NDIS compatibility: the last old protocol is gone");
	request(a, ask4, ask6, ask_uro);
}
