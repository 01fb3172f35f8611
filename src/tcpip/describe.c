/*
 * A binding as JSON.
 *
 *   device, guid, instance    names of the adapter
 *   state                     "Running", "Paused"; resetting: bool
 *   medium                    "802_3", "IP"; mtu; mac; link: {state, xmit, rcv}; packet_filter
 *   task                      {from: "bind"|"status", bytes, changes}: the NDIS_OFFLOAD in use
 *   connection                {from: "bind"|"status"|"re-query", bytes, families, capacity}
 *   encapsulation             {state: "never"|"on"|"failed", type, header, status}; task_offload_disabled: bool
 *   parameters                {state, revision, status}: OID_TCP_CONNECTION_OFFLOAD_PARAMETERS
 *   offload                   {phase: "on"|"paused"|"resuming", on_pause: "upload"|"hold", new_offloads: bool, pauses, resumes, uploads,
 * requeries, stale} connections               {InHost, Offloading, Offloaded, Uploading} operational               {feature: {state:
 * "Yes"|"No"|"not yet", why}} received, received_bytes, statuses, resets
 */
#include "tcpip/stack.h"
#include <stdio.h>
#include <string.h>

static const char *set_name(enum set_state s)
{
	static const char *const names[] = {"never", "under way", "on", "failed"};
	return names[s];
}

static json_t *status_json(NDIS_STATUS s)
{
	char text[12];
	snprintf(text, sizeof(text), "0x%08X", (unsigned)s);
	return json_string(text);
}

static json_t *path_json(const struct binding *b)
{
	const struct path_counts *c = &b->counts;
	const struct {
		const char *name;
		uint64_t value;
	} numbers[] = {{"sent", c->sent},
	               {"sent_bytes", c->sent_bytes},
	               {"batches", c->batches},
	               {"merged", c->merged},
	               {"checksums", c->checksums},
	               {"lso", c->lso},
	               {"uso", c->uso},
	               {"tags", c->tags},
	               {"cut", c->cut},
	               {"pieces", c->pieces},
	               {"filled", c->filled},
	               {"tx_dropped", c->tx_dropped},
	               {"tx_failed", c->tx_failed},
	               {"received", c->received},
	               {"received_bytes", c->received_bytes},
	               {"valid", c->valid},
	               {"coalesced", c->coalesced},
	               {"copied", c->copied},
	               {"rx_full", c->rx_full},
	               {"rx_bad", c->rx_bad},
	               {"returned", c->returned},
	               {"return_calls", c->return_calls}};
	const char *cut = atomic_load(&c->cut_why), *dropped = atomic_load(&c->drop_why);
	json_t *j = json_object();
	for (unsigned i = 0; i < ARRAY_LEN(numbers); i++)
		json_object_set_new(j, numbers[i].name, json_integer((json_int_t)numbers[i].value));
	if (cut)
		json_object_set_new(j, "cut_last", json_string(cut));
	if (dropped)
		json_object_set_new(j, "dropped_last", json_string(dropped));
	return j;
}

static json_t *describe(const struct binding *b)
{
	static const char *const phases[] = {"on", "paused", "resuming"};
	char families[64], mac[3 * 32 + 1] = "", why[160];
	for (unsigned i = 0; i < b->mac_length; i++)
		snprintf(mac + 3 * i, sizeof(mac) - 3 * i, "%s%02x", i ? ":" : "", b->mac[i]);
	const NDIS_TCP_CONNECTION_OFFLOAD *c = &b->connection;
	const bool may = view_may_offload(b, false, why, sizeof(why)) || view_may_offload(b, true, why, sizeof(why));
	json_t *j = json_pack("{s:s, s:s, s:s, s:s, s:b, s:s, s:i, s:s, s:i}", "device", b->device, "guid", b->guid, "instance",
	                      b->instance, "state", b->running ? "Running" : "Paused", "resetting", b->resetting, "medium",
	                      b->medium == NdisMediumIP ? "IP" : "802_3", "mtu", (int)b->mtu, "mac", mac, "packet_filter", (int)b->filter);
	if (!j)
		return NULL;
	json_object_set_new(j, "link",
	                    json_pack("{s:s, s:I, s:I}", "state",
	                              b->connect == MediaConnectStateConnected      ? "up"
	                              : b->connect == MediaConnectStateDisconnected ? "down"
	                                                                            : "unknown",
	                              "xmit", (json_int_t)b->xmit_speed, "rcv", (json_int_t)b->rcv_speed));
	json_object_set_new(
	        j, "task",
	        json_pack("{s:s, s:i, s:I}", "from", b->task_from, "bytes", (int)b->task_size, "changes", (json_int_t)b->task_changes));
	json_object_set_new(j, "connection",
	                    json_pack("{s:s, s:i, s:s, s:I}", "from", b->connection_from, "bytes", (int)b->connection_size, "families",
	                              view_families(c, b->connection_size, families, sizeof(families)), "capacity",
	                              (json_int_t)c->TcpConnectionOffloadCapacity));
	json_object_set_new(j, "encapsulation",
	                    json_pack("{s:s, s:i, s:i, s:o}", "state", set_name(b->encapsulation), "type",
	                              (int)b->encapsulation_value.IPv4.EncapsulationType, "header",
	                              (int)b->encapsulation_value.IPv4.HeaderSize, "status", status_json(b->encapsulation_status)));
	json_object_set_new(j, "task_offload_disabled", json_boolean(b->task_disabled));
	json_object_set_new(j, "parameters",
	                    json_pack("{s:s, s:i, s:o}", "state", set_name(b->parameters), "revision", (int)b->parameters_revision,
	                              "status", status_json(b->parameters_status)));
	json_object_set_new(j, "offload",
	                    json_pack("{s:s, s:s, s:b, s:I, s:I, s:I, s:I, s:I}", "phase", phases[b->phase], "on_pause",
	                              stack.on_pause == TCPIP_HOLD ? "hold" : "upload", "new_offloads", may, "pauses",
	                              (json_int_t)b->pauses, "resumes", (json_int_t)b->resumes, "uploads", (json_int_t)b->uploads,
	                              "requeries", (json_int_t)b->requeries, "stale", (json_int_t)b->stale_requeries));
	json_object_set_new(j, "connections",
	                    json_pack("{s:i, s:i, s:i, s:i}", "InHost", (int)b->connections.count[CONN_IN_HOST], "Offloading",
	                              (int)b->connections.count[CONN_OFFLOADING], "Offloaded", (int)b->connections.count[CONN_OFFLOADED],
	                              "Uploading", (int)b->connections.count[CONN_UPLOADING]));
	json_object_set_new(j, "operational", view_operational(b));
	json_object_set_new(j, "received", json_integer((json_int_t)b->counts.received));
	json_object_set_new(j, "received_bytes", json_integer((json_int_t)b->counts.received_bytes));
	if (b->path)
		json_object_set_new(j, "path", path_json(b));
	json_object_set_new(j, "statuses", json_integer((json_int_t)b->statuses));
	json_object_set_new(j, "resets", json_integer((json_int_t)b->resets));
	return j;
}

/* A consistent copy under the locks; JSON is made of the copy, with none held. */
static json_t *find(bool (*match)(const struct binding *b, const void *key), const void *key)
{
	struct binding *copy = stack_alloc(sizeof(*copy));
	bool found = false;
	KIRQL old;
	if (!copy)
		return NULL;
	if (stack.up) {
		KeAcquireSpinLock(&stack.lock, &old);
		list_each(l, &stack.bindings)
		{
			struct binding *b = base_container_of(l, struct binding, link);
			if (!match(b, key))
				continue;
			KeAcquireSpinLockAtDpcLevel(&b->lock);
			memcpy(copy, b, sizeof(*copy));
			KeReleaseSpinLockFromDpcLevel(&b->lock);
			found = true;
			break;
		}
		KeReleaseSpinLock(&stack.lock, old);
	}
	json_t *j = found ? describe(copy) : NULL;
	stack_free(copy);
	return j;
}

static bool by_name(const struct binding *b, const void *key)
{
	return !key || !strcmp(b->device, key) || !strcmp(b->guid, key) || !strcmp(b->instance, key);
}

static bool by_device(const struct binding *b, const void *key)
{
	return b->pdo == key;
}

json_t *tcpip_describe(const char *adapter_name)
{
	return find(by_name, adapter_name);
}

json_t *tcpip_describe_device(const void *pdo)
{
	return find(by_device, pdo);
}
