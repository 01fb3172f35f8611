/*
 * describe: an adapter as JSON, for `flue show`, `flue offloads` and tests. Structures travel as hex; src/report knows their members.
 *
 *   state           "Running"; ndis: version the driver registered, "6.84"; ndis_running: the one that we play
 *   driver          name, version "1.0", service key
 *   adapter         instance, guid, device, key, if_index, mac, mtu, medium, link {connected, xmit, rcv}
 *   handlers        {MiniportInitializeEx: {module, rva, symbol} or null, ...}; those of NDIS_MINIPORT_PNP_CHARACTERISTICS among them
 *   chimney         registered (both sets), generic and tcp: null or {revision, handlers {...}}
 *   attributes      registration {flags, check_for_hang, interface_type}, general {...}, offload (bool: the call was made), kept [{name,
 * revision, size}] supported_oids  array of numbers offload         task_current, task_hardware, connection_current, connection_hardware:
 * hex as readers get it, null = never reported; each with _raw: as the driver gave it, where that is longer; encapsulation,
 * connection_parameters, parameters: the last successful sets; paused, pauses, resumes, changes operational     {TcpConnectionIPv4,
 * TcpConnectionIPv6, RscIPv4, RscIPv6, UdpRsc}: {state "Yes" | "No" | "not yet", why} as far as NDIS decides it oids            pending
 * {oid, name, ms} or null, queued, total, timeouts, last {oid, name, type, status} bindings        [{protocol, ndis, state, packet_filter,
 * chimney_client}] holds           {"timer object": 2, ...}: what the driver has allocated through NDIS hang            interval (s),
 * checks, resets findings        count, newest [text]
 *   data            NBLs: sent, send_calls, completed, complete_calls, failed, outstanding, oldest_sent ("3 NBLs, the oldest 0x... for 14
 * ms"), overdue; indicated, indicate_calls, returned, return_calls, up, oldest_up, no_taker; bytes_sent, bytes_indicated
 */
#include "ndis/ndis_internal.h"
#include "ndis/io.h"
#include <stdio.h>
#include <string.h>

static json_t *version_json(uint32_t v)
{
	char text[16];

	snprintf(text, sizeof(text), "%u.%u", v >> 16, v & 0xffff);
	return json_string(text);
}

static json_t *hex_json(const uint8_t *p, size_t n)
{
	char text[2 * NDIS_STORED_MAX + 1];

	if (!n)
		return json_null();
	for (size_t i = 0; i < n; i++)
		snprintf(text + 2 * i, 3, "%02x", p[i]);
	return json_stringn(text, 2 * n);
}

static json_t *handler_json(const void *address)
{
	struct image_where w;
	json_t *j;

	if (!address)
		return json_null();
	image_where(address, &w);
	j = json_pack("{s:s, s:i}", "module", w.module, "rva", (int)w.rva);
	if (w.symbol[0])
		json_object_set_new(j, "symbol", json_string(w.symbol));
	return j;
}

static json_t *handlers_json(const struct ndis_driver *d)
{
	const NDIS_MINIPORT_DRIVER_CHARACTERISTICS *c = &d->chars;
	const struct {
		const char *name;
		const void *address;
	} list[] = {
	        {"MiniportSetOptions", (const void *)c->SetOptionsHandler},
	        {"MiniportInitializeEx", (const void *)c->InitializeHandlerEx},
	        {"MiniportHaltEx", (const void *)c->HaltHandlerEx},
	        {"MiniportDriverUnload", (const void *)c->UnloadHandler},
	        {"MiniportPause", (const void *)c->PauseHandler},
	        {"MiniportRestart", (const void *)c->RestartHandler},
	        {"MiniportOidRequest", (const void *)c->OidRequestHandler},
	        {"MiniportSendNetBufferLists", (const void *)c->SendNetBufferListsHandler},
	        {"MiniportReturnNetBufferLists", (const void *)c->ReturnNetBufferListsHandler},
	        {"MiniportCancelSend", (const void *)c->CancelSendHandler},
	        {"MiniportCheckForHangEx", (const void *)c->CheckForHangHandlerEx},
	        {"MiniportResetEx", (const void *)c->ResetHandlerEx},
	        {"MiniportDevicePnPEventNotify", (const void *)c->DevicePnPEventNotifyHandler},
	        {"MiniportShutdownEx", (const void *)c->ShutdownHandlerEx},
	        {"MiniportCancelOidRequest", (const void *)c->CancelOidRequestHandler},
	        {"MiniportDirectOidRequest", (const void *)c->DirectOidRequestHandler},
	        {"MiniportCancelDirectOidRequest", (const void *)c->CancelDirectOidRequestHandler},
	        {"MiniportSynchronousOidRequest", (const void *)c->SynchronousOidRequestHandler},
	        {"MiniportAddDevice", (const void *)d->pnp.MiniportAddDeviceHandler},
	        {"MiniportRemoveDevice", (const void *)d->pnp.MiniportRemoveDeviceHandler},
	        {"MiniportFilterResourceRequirements", (const void *)d->pnp.MiniportFilterResourceRequirementsHandler},
	        {"MiniportStartDevice", (const void *)d->pnp.MiniportStartDeviceHandler},
	};
	json_t *j = json_object();

	for (unsigned i = 0; i < ARRAY_LEN(list); i++)
		json_object_set_new(j, list[i].name, handler_json(list[i].address));
	return j;
}

static json_t *chimney_json(const struct ndis_driver *d)
{
	const NDIS_PROVIDER_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS *g = &d->chimney_generic;
	const NDIS_PROVIDER_CHIMNEY_OFFLOAD_TCP_CHARACTERISTICS *t = &d->chimney_tcp;
	json_t *generic = json_null(), *tcp = json_null();

	if (d->has_chimney_generic)
		generic = json_pack("{s:i, s:{s:o, s:o, s:o, s:o, s:o}}", "revision", d->chimney_generic_revision, "handlers",
		                    "MiniportInitiateOffload", handler_json((const void *)g->InitiateOffloadHandler),
		                    "MiniportTerminateOffload", handler_json((const void *)g->TerminateOffloadHandler),
		                    "MiniportUpdateOffload", handler_json((const void *)g->UpdateOffloadHandler),
		                    "MiniportInvalidateOffload", handler_json((const void *)g->InvalidateOffloadHandler),
		                    "MiniportQueryOffload", handler_json((const void *)g->QueryOffloadHandler));
	if (d->has_chimney_tcp)
		tcp = json_pack("{s:i, s:{s:o, s:o, s:o, s:o, s:o}}", "revision", d->chimney_tcp_revision, "handlers",
		                "MiniportTcpOffloadSend", handler_json((const void *)t->TcpOffloadSendHandler), "MiniportTcpOffloadReceive",
		                handler_json((const void *)t->TcpOffloadReceiveHandler), "MiniportTcpOffloadDisconnect",
		                handler_json((const void *)t->TcpOffloadDisconnectHandler), "MiniportTcpOffloadForward",
		                handler_json((const void *)t->TcpOffloadForwardHandler), "MiniportTcpOffloadReceiveReturn",
		                handler_json((const void *)t->TcpOffloadReceiveReturnHandler));
	return json_pack("{s:b, s:o, s:o}", "registered", d->has_chimney_generic && d->has_chimney_tcp, "generic", generic, "tcp", tcp);
}

static json_t *attributes_json(const struct ndis_adapter *a)
{
	const NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES *g = &a->general;
	json_t *j = json_object(), *kept = json_array();

	json_object_set_new(j, "calls", json_integer(a->attribute_calls));
	json_object_set_new(j, "registration",
	                    a->has_registration ? json_pack("{s:I, s:I, s:i}", "flags", (json_int_t)a->attribute_flags, "check_for_hang",
	                                                    (json_int_t)a->check_for_hang_seconds, "interface_type", a->interface_type)
	                                        : json_null());
	json_object_set_new(j, "general",
	                    !a->has_general
	                            ? json_null()
	                            : json_pack("{s:i, s:i, s:i, s:i, s:I, s:I, s:I, s:I, s:I, s:i, s:b, s:b}", "revision",
	                                        a->general_revision, "medium", g->MediaType, "physical_medium", g->PhysicalMediumType,
	                                        "mtu", g->MtuSize, "max_xmit_speed", (json_int_t)g->MaxXmitLinkSpeed, "max_rcv_speed",
	                                        (json_int_t)g->MaxRcvLinkSpeed, "mac_options", (json_int_t)g->MacOptions, "packet_filters",
	                                        (json_int_t)g->SupportedPacketFilters, "multicast", (json_int_t)g->MaxMulticastListSize,
	                                        "lookahead", g->LookaheadSize, "rss", g->RecvScaleCapabilities != NULL, "power_management",
	                                        g->PowerManagementCapabilities || g->PowerManagementCapabilitiesEx));
	json_object_set_new(j, "offload", json_boolean(a->has_offload));
	for (unsigned i = 0; i < a->kept_n; i++)
		json_array_append_new(kept, json_pack("{s:s, s:i, s:i}", "name", ndis_attributes_name(a->kept[i].type), "revision",
		                                      a->kept[i].revision, "size", a->kept[i].size));
	json_object_set_new(j, "kept", kept);
	return j;
}

static json_t *adapter_json(const struct ndis_adapter *a)
{
	const NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES *g = &a->general;
	char mac[3 * 32 + 1] = "", device[64];

	for (unsigned i = 0; i < g->MacAddressLength; i++)
		snprintf(mac + strlen(mac), sizeof(mac) - strlen(mac), "%s%02x", i ? ":" : "", g->CurrentMacAddress[i]);
	snprintf(device, sizeof(device), "\\Device\\%s", a->guid);
	return json_pack("{s:s, s:s, s:s, s:s, s:i, s:s, s:i, s:{s:b, s:I, s:I}}", "instance", a->instance_name, "guid", a->guid, "device",
	                 device, "key", a->key, "if_index", a->if_index, "mac", mac, "mtu", g->MtuSize, "link", "connected",
	                 a->link_state.MediaConnectState == MediaConnectStateConnected, "xmit", (json_int_t)a->link_state.XmitLinkSpeed,
	                 "rcv", (json_int_t)a->link_state.RcvLinkSpeed);
}

static void stored_json(json_t *j, const char *name, const struct ndis_stored *s)
{
	char raw[64];

	json_object_set_new(j, name, hex_json(s->data, s->bytes));
	if (s->raw_bytes > s->bytes) {
		snprintf(raw, sizeof(raw), "%s_raw", name);
		json_object_set_new(j, raw, hex_json(s->raw, s->raw_bytes));
	}
}

static json_t *offload_json(struct ndis_adapter *a)
{
	struct ndis_stored store[NDIS_STORES], encapsulation, connection, parameters;
	uint64_t pauses, resumes, changes;
	bool paused;
	json_t *j = json_object();
	KIRQL old;

	KeAcquireSpinLock(&a->store_lock, &old);
	memcpy(store, a->store, sizeof(store));
	encapsulation = a->encapsulation;
	connection = a->conn_parameters;
	parameters = a->task_parameters;
	paused = a->offload_paused;
	pauses = a->pauses;
	resumes = a->resumes;
	changes = a->changes;
	KeReleaseSpinLock(&a->store_lock, old);
	stored_json(j, "task_current", &store[NDIS_TASK_CUR]);
	stored_json(j, "task_hardware", &store[NDIS_TASK_HW]);
	stored_json(j, "connection_current", &store[NDIS_CONN_CUR]);
	stored_json(j, "connection_hardware", &store[NDIS_CONN_HW]);
	stored_json(j, "encapsulation", &encapsulation);
	stored_json(j, "connection_parameters", &connection);
	stored_json(j, "parameters", &parameters);
	json_object_set_new(j, "paused", json_boolean(paused));
	json_object_set_new(j, "pauses", json_integer((json_int_t)pauses));
	json_object_set_new(j, "resumes", json_integer((json_int_t)resumes));
	json_object_set_new(j, "changes", json_integer((json_int_t)changes));
	return j;
}

static json_t *gate_json(bool suspended, bool on, const char *why)
{
	return json_pack("{s:s, s:s, s:b}", "state", suspended || !on ? "No" : "Yes", "why", suspended ? why : "", "enabled",
	                 on || suspended);
}

static json_t *operational_json(struct ndis_adapter *a)
{
	uint8_t cur[NDIS_STORED_MAX] = {0};
	json_t *j = json_object();
	char why[200];

	for (int v6 = 0; v6 < 2; v6++) {
		bool yes = ndis_connection_operational(a, v6, why, sizeof(why));

		json_object_set_new(j, v6 ? "TcpConnectionIPv6" : "TcpConnectionIPv4",
		                    json_pack("{s:s, s:s}", "state",
		                              yes                          ? "Yes"
		                              : strncmp(why, "not yet", 7) ? "No"
		                                                           : "not yet",
		                              "why", why));
	}
	ndis_store_get(a, NDIS_TASK_CUR, cur, sizeof(cur), true);
	json_object_set_new(j, "RscIPv4", gate_json(a->gate.rsc4, cur[144], a->gate.reason));
	json_object_set_new(j, "RscIPv6", gate_json(a->gate.rsc6, cur[145], a->gate.reason));
	json_object_set_new(j, "UdpRsc", gate_json(a->gate.uro, cur[216], a->gate.reason));
	return j;
}

static json_t *oids_json(struct ndis_adapter *a)
{
	json_t *pending = json_null();
	uint64_t since = 0;
	unsigned queued = 0;
	NDIS_OID oid = 0;
	char text[24];
	KIRQL old;

	KeAcquireSpinLock(&a->lock, &old);
	if (a->oid_current) {
		oid = a->oid_current->request->DATA.QUERY_INFORMATION.Oid;
		since = a->oid_current->handed_100ns;
	}
	list_each(l, &a->oid_queue) queued++;
	KeReleaseSpinLock(&a->lock, old);
	if (since)
		pending = json_pack("{s:I, s:s, s:I}", "oid", (json_int_t)oid, "name", ndis_oid_name(oid, text, sizeof(text)), "ms",
		                    (json_int_t)((nt_time_100ns() - since) / 10000));
	return json_pack("{s:o, s:i, s:I, s:I, s:{s:I, s:s, s:i, s:I}}", "pending", pending, "queued", queued, "total",
	                 (json_int_t)a->oid_total, "timeouts", (json_int_t)a->oid_timeouts, "last", "oid", (json_int_t)a->oid_last.oid,
	                 "name", ndis_oid_name(a->oid_last.oid, text, sizeof(text)), "type", a->oid_last.type, "status",
	                 (json_int_t)(uint32_t)a->oid_last.status);
}

static json_t *bindings_json(struct ndis_adapter *a)
{
	static const char *const states[] = {"Opening", "Paused", "Restarting", "Running", "Pausing", "Closing", "Closed"};
	json_t *j = json_array();

	for (struct ndis_binding *b = ndis_binding_next(a, NULL); b; b = ndis_binding_next(a, b))
		json_array_append_new(j, json_pack("{s:s, s:o, s:s, s:I, s:b}", "protocol", b->protocol->name, "ndis",
		                                   version_json(b->protocol->version), "state", states[b->state], "packet_filter",
		                                   (json_int_t)b->packet_filter, "chimney_client",
		                                   b->protocol->has_client_generic && b->protocol->has_client_tcp));
	return j;
}

static json_t *holds_json(const struct ndis_owner *o)
{
	json_t *j = json_object();

	for (int k = 0; k < NDIS_OBJ_KINDS; k++)
		if (atomic_load(&o->live[k]))
			json_object_set_new(j, ndis_object_name(k), json_integer(atomic_load(&o->live[k])));
	return j;
}

static json_t *findings_json(const struct ndis_adapter *a)
{
	unsigned n = a->findings < ARRAY_LEN(a->finding) ? a->findings : ARRAY_LEN(a->finding);
	json_t *newest = json_array();

	for (unsigned i = a->findings - n; i < a->findings; i++)
		json_array_append_new(newest, json_string(a->finding[i % ARRAY_LEN(a->finding)]));
	return json_pack("{s:i, s:o}", "count", a->findings, "newest", newest);
}

static json_t *data_json(struct ndis_adapter *a)
{
	const struct io_counts *c = a->io ? &io_of(a)->counts : NULL;
	char text[100];
	if (!c)
		return json_null();
	const struct {
		const char *name;
		uint64_t value;
	} numbers[] = {{"sent", c->sent},
	               {"send_calls", c->send_calls},
	               {"completed", c->send_completed},
	               {"complete_calls", c->complete_calls},
	               {"failed", c->send_failed},
	               {"outstanding", (uint64_t)atomic_load(&a->sends)},
	               {"overdue", c->overdue},
	               {"indicated", c->indicated},
	               {"indicate_calls", c->indicate_calls},
	               {"returned", c->returned},
	               {"return_calls", c->return_calls},
	               {"up", (uint64_t)atomic_load(&a->receives)},
	               {"no_taker", c->no_taker},
	               {"bytes_sent", c->bytes_sent},
	               {"bytes_indicated", c->bytes_indicated}};
	json_t *j = json_object();
	for (unsigned i = 0; i < ARRAY_LEN(numbers); i++)
		json_object_set_new(j, numbers[i].name, json_integer((json_int_t)numbers[i].value));
	if (io_oldest(a, NBL_SENT, text, sizeof(text)))
		json_object_set_new(j, "oldest_sent", json_string(text));
	if (io_oldest(a, NBL_INDICATED, text, sizeof(text)))
		json_object_set_new(j, "oldest_up", json_string(text));
	return j;
}

json_t *ndis_adapter_describe(struct ndis_adapter *a)
{
	const struct ndis_driver *d = a->driver;
	json_t *j = json_object(), *oids = json_array();
	char version[16];

	snprintf(version, sizeof(version), "%u.%u", d->driver_major, d->driver_minor);
	for (unsigned i = 0; i < a->supported_n; i++)
		json_array_append_new(oids, json_integer(a->supported[i]));
	json_object_set_new(j, "state", json_string(ndis_adapter_state_name(a->state)));
	json_object_set_new(j, "ndis", version_json(d->version));
	json_object_set_new(j, "ndis_running", version_json(ndis.version));
	json_object_set_new(j, "driver", json_pack("{s:s, s:s, s:s}", "name", d->name, "version", version, "service", d->service));
	json_object_set_new(j, "adapter", adapter_json(a));
	json_object_set_new(j, "handlers", handlers_json(d));
	json_object_set_new(j, "chimney", chimney_json(d));
	json_object_set_new(j, "attributes", attributes_json(a));
	json_object_set_new(j, "supported_oids", oids);
	json_object_set_new(j, "offload", offload_json(a));
	json_object_set_new(j, "operational", operational_json(a));
	json_object_set_new(j, "oids", oids_json(a));
	json_object_set_new(j, "bindings", bindings_json(a));
	json_object_set_new(j, "holds", holds_json(&a->owner));
	json_object_set_new(j, "hang",
	                    json_pack("{s:I, s:I, s:I}", "interval",
	                              (json_int_t)(a->check_for_hang_seconds ? a->check_for_hang_seconds : 2), "checks",
	                              (json_int_t)a->hang_checks, "resets", (json_int_t)a->resets));
	json_object_set_new(j, "chimney_objects", ndis_chimney_describe(a));
	json_object_set_new(j, "data", data_json(a));
	json_object_set_new(j, "findings", findings_json(a));
	return j;
}
