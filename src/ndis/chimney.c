/*
 * chimney: the handler sets of TCP chimney offload.
 *
 * A target registers two provider sets in MiniportSetOptions, a host stack two client sets; NDIS tells them apart by Header.Type, judges
 * Revision and Size (contract connection-offload.md, Q2), and keeps them. A driver without both is never offered upward (RP-166, RP-167).
 * NdisMGetOffloadHandlers gives the driver NDIS's six indication entry points (chimney_io.c). Documentation:
 * ns-ndischimney-_ndis_provider_chimney_offload_*_characteristics, nf-ndischimney-ndismgetoffloadhandlers.
 */
#include "ndis/chimney.h"
#include "nt/exec.h"
#include <string.h>

#define THROUGH(type, member) (offsetof(type, member) + sizeof(((type *)0)->member))

/* Providers have no revision constants in any header; they follow the clients' 1. */
static const struct ndis_revision provider_generic[] = {
        {1, THROUGH(NDIS_PROVIDER_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS, QueryOffloadHandler), NDIS_V60, 0}, {0, 0, 0, 0}};
static const struct ndis_revision provider_tcp[] = {
        {1, THROUGH(NDIS_PROVIDER_CHIMNEY_OFFLOAD_TCP_CHARACTERISTICS, TcpOffloadReceiveReturnHandler), NDIS_V60, 0}, {0, 0, 0, 0}};
static const struct ndis_revision client_generic[] = {
        {1, NDIS_SIZEOF_CLIENT_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS_REVISION_1, NDIS_V60, 0}, {0, 0, 0, 0}};
static const struct ndis_revision client_tcp[] = {{1, NDIS_SIZEOF_CLIENT_CHIMNEY_OFFLOAD_TCP_CHARACTERISTICS_REVISION_1, NDIS_V60, 0},
                                                  {0, 0, 0, 0}};

static NDIS_STATUS judge(const NDIS_OBJECT_HEADER *h, const struct ndis_revision *table, uint32_t version, const char *name)
{
	enum ndis_check c = ndis_header_check(h, h->Size, h->Type, table, version, NULL);

	if (c == NDIS_CHECK_OK || c == NDIS_CHECK_OLD)
		return NDIS_STATUS_SUCCESS;
	ndis_finding(NULL, "chimney", "%s: %s (Revision %u Size %u)", name, ndis_check_text(c), h->Revision, h->Size);
	return NDIS_STATUS_FAILURE;
}

NDIS_STATUS ndis_chimney_set_provider(struct ndis_driver *d, const NDIS_DRIVER_OPTIONAL_HANDLERS *h)
{
	NDIS_STATUS status;

	if (!d->in_set_options)
		ndis_finding(NULL, "RP-166", "%s registers chimney handlers outside MiniportSetOptions", d->name);
	if (h->Header.Type == NDIS_OBJECT_TYPE_PROVIDER_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS) {
		const NDIS_PROVIDER_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS *g = (const void *)h;

		status = judge(&h->Header, provider_generic, d->version, "NDIS_PROVIDER_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS");
		if (status != NDIS_STATUS_SUCCESS)
			return status;
		if (!g->InitiateOffloadHandler || !g->TerminateOffloadHandler || !g->UpdateOffloadHandler || !g->InvalidateOffloadHandler ||
		    !g->QueryOffloadHandler) {
			ndis_finding(NULL, "chimney",
			             "NDIS_PROVIDER_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS: a handler is NULL; all five are required");
			return NDIS_STATUS_FAILURE;
		}
		memcpy(&d->chimney_generic, g, sizeof(d->chimney_generic));
		d->chimney_generic_revision = h->Header.Revision;
		d->has_chimney_generic = true;
		return NDIS_STATUS_SUCCESS;
	}
	const NDIS_PROVIDER_CHIMNEY_OFFLOAD_TCP_CHARACTERISTICS *t = (const void *)h;
	status = judge(&h->Header, provider_tcp, d->version, "NDIS_PROVIDER_CHIMNEY_OFFLOAD_TCP_CHARACTERISTICS");
	if (status != NDIS_STATUS_SUCCESS)
		return status;
	if (t->OffloadType != NdisTcpChimneyOffload) {
		ndis_finding(NULL, "chimney",
		             "NDIS_PROVIDER_CHIMNEY_OFFLOAD_TCP_CHARACTERISTICS: OffloadType %d is not NdisTcpChimneyOffload",
		             t->OffloadType);
		return NDIS_STATUS_NOT_SUPPORTED;
	}
	if (!t->TcpOffloadSendHandler || !t->TcpOffloadReceiveHandler || !t->TcpOffloadDisconnectHandler || !t->TcpOffloadForwardHandler ||
	    !t->TcpOffloadReceiveReturnHandler) {
		ndis_finding(NULL, "chimney",
		             "NDIS_PROVIDER_CHIMNEY_OFFLOAD_TCP_CHARACTERISTICS: a handler is NULL; all five are required");
		return NDIS_STATUS_FAILURE;
	}
	memcpy(&d->chimney_tcp, t, sizeof(d->chimney_tcp));
	d->chimney_tcp_revision = h->Header.Revision;
	d->has_chimney_tcp = true;
	return NDIS_STATUS_SUCCESS;
}

NDIS_STATUS ndis_chimney_set_client(struct ndis_protocol *p, const NDIS_DRIVER_OPTIONAL_HANDLERS *h)
{
	bool generic = h->Header.Type == NDIS_OBJECT_TYPE_CLIENT_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS;
	NDIS_STATUS status = judge(&h->Header, generic ? client_generic : client_tcp, p->version, "client chimney characteristics");

	if (status != NDIS_STATUS_SUCCESS)
		return status;
	if (generic) {
		memcpy(&p->client_generic, h, NDIS_SIZEOF_CLIENT_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS_REVISION_1);
		p->has_client_generic = true;
	} else {
		memcpy(&p->client_tcp, h, NDIS_SIZEOF_CLIENT_CHIMNEY_OFFLOAD_TCP_CHARACTERISTICS_REVISION_1);
		p->has_client_tcp = true;
	}
	return NDIS_STATUS_SUCCESS;
}

static NDIS_TCP_OFFLOAD_EVENT_HANDLERS tcp_handlers;

NDIS_STATUS NTAPI NdisMGetOffloadHandlers(NDIS_HANDLE NdisMiniportHandle, NDIS_CHIMNEY_OFFLOAD_TYPE ChimneyType,
                                          PNDIS_OFFLOAD_EVENT_HANDLERS *OffloadHandlers)
{
	struct ndis_adapter *a = ndis_adapter_of_handle(NdisMiniportHandle, "NdisMGetOffloadHandlers");

	if (!a || !OffloadHandlers)
		return NDIS_STATUS_INVALID_PARAMETER;
	*OffloadHandlers = NULL;
	if (ChimneyType != NdisTcpChimneyOffload)
		return NDIS_STATUS_NOT_SUPPORTED;
	tcp_handlers = (NDIS_TCP_OFFLOAD_EVENT_HANDLERS){
	        .Header = {NdisTcpChimneyOffload, NDIS_OBJECT_TCP_OFFLOAD_REVISION_1, NDIS_SIZEOF_TCP_OFFLOAD_EVENT_HANDLERS_REVISION_1},
	        .NdisTcpOffloadEventHandler = nt_gate(&chimney_handlers[0]),
	        .NdisTcpOffloadReceiveHandler = nt_gate(&chimney_handlers[1]),
	        .NdisTcpOffloadSendComplete = nt_gate(&chimney_handlers[2]),
	        .NdisTcpOffloadReceiveComplete = nt_gate(&chimney_handlers[3]),
	        .NdisTcpOffloadDisconnectComplete = nt_gate(&chimney_handlers[4]),
	        .NdisTcpOffloadForwardComplete = nt_gate(&chimney_handlers[5]),
	};
	*OffloadHandlers = (PNDIS_OFFLOAD_EVENT_HANDLERS)&tcp_handlers;
	return NDIS_STATUS_SUCCESS;
}
