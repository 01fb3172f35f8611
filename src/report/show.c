/*
 * `flue show`: the sections, words and columns of `!ndiskd.netadapter` and `!ndiskd.minidriver -handlers`
 * (debuggercmds/-ndiskd-netadapter), from the descriptions of NDIS (src/ndis/describe.c) and of the host stack (src/tcpip/describe.c).
 */
#include "report/report.h"
#include "trace/names.h"
#include <inttypes.h>
#include <string.h>

static const char *text(const json_t *j, const char *key)
{
	const char *s = json_string_value(json_object_get(j, key));

	return s ? s : "";
}
static json_int_t number(const json_t *j, const char *key)
{
	return json_integer_value(json_object_get(j, key));
}
static void row(FILE *f, const char *label, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
static void row(FILE *f, const char *label, const char *fmt, ...)
{
	va_list ap;

	fprintf(f, "    %-18s ", label);
	va_start(ap, fmt);
	vfprintf(f, fmt, ap);
	va_end(ap);
	fputc('\n', f);
}
static const char *medium_name(json_int_t m)
{
	static const char *const names[] = {"802.3",       "802.5",  "FDDI",         "WAN",      "LocalTalk", "DIX",   "ArcnetRaw",
	                                    "Arcnet878_2", "ATM",    "WirelessWan",  "IrDA",     "Bpc",       "CoWan", "1394",
	                                    "InfiniBand",  "Tunnel", "Native802_11", "Loopback", "WiMAX",     "IP"};

	return m >= 0 && m < (json_int_t)ARRAY_LEN(names) ? names[m] : "?";
}
static const char *speed(json_int_t bits, char *out, size_t max)
{
	if (bits <= 0)
		snprintf(out, max, "unknown");
	else if (bits % 1000000000 == 0)
		snprintf(out, max, "%" JSON_INTEGER_FORMAT " Gbit/s", bits / 1000000000);
	else
		snprintf(out, max, "%" JSON_INTEGER_FORMAT " Mbit/s", bits / 1000000);
	return out;
}
const char *report_sandbox(const json_t *sandbox, char *out, size_t max)
{
	const json_t *have = json_object_get(sandbox, "have"), *without = json_object_get(sandbox, "without"), *v;
	size_t i, n = 0;

	snprintf(out, max, "unknown: the machine is not up");
	json_array_foreach((json_t *)have, i, v) if (n < max) n +=
	        (size_t)snprintf(out + n, max - n, "%s%s", i ? ", " : "", json_string_value(v));
	if (sandbox && !n)
		n = (size_t)snprintf(out, max, "none");
	json_array_foreach((json_t *)without, i, v) if (n < max) n +=
	        (size_t)snprintf(out + n, max - n, "%s%s (%s)", i ? ", " : "; without ", text(v, "name"), text(v, "why"));
	return out;
}
static void miniport(FILE *f, const struct report_nic *n, const json_t *j, const json_t *d)
{
	const json_t *adapter = json_object_get(d, "adapter"), *general = json_object_get(json_object_get(d, "attributes"), "general"),
	             *nic = json_object_get(j, "nic");

	fprintf(f, "\nMINIPORT\n\n    %s\n\n", n->description);
	row(f, "Name", "%s", n->name);
	row(f, "Ndis API version", "v%s%s%s%s", n->ndis, *text(d, "ndis_running") ? "   (NDIS plays v" : "", text(d, "ndis_running"),
	    *text(d, "ndis_running") ? ")" : "");
	row(f, "Driver", "%s  v%s   signature: %s", n->driver, *n->driver_version ? n->driver_version : "?", n->signature);
	row(f, "INF", "%s", *text(j, "inf") ? text(j, "inf") : "none");
	row(f, "Network interface", "%s   index %" JSON_INTEGER_FORMAT, text(adapter, "guid"), number(adapter, "if_index"));
	if (general && !json_is_null(general)) {
		char xmit[32], rcv[32];

		row(f, "Media type", "%s", medium_name(number(general, "medium")));
		row(f, "Physical medium", "%" JSON_INTEGER_FORMAT, number(general, "physical_medium"));
		row(f, "MAC address", "%s", *text(adapter, "mac") ? text(adapter, "mac") : "none");
		row(f, "MTU", "0n%" JSON_INTEGER_FORMAT, number(adapter, "mtu"));
		row(f, "Link speed", "%s up, %s down at most", speed(number(general, "max_xmit_speed"), xmit, sizeof(xmit)),
		    speed(number(general, "max_rcv_speed"), rcv, sizeof(rcv)));
	}
	row(f, "Device instance", "%s\\%s", text(j, "device_id"), text(j, "instance_id"));
	if (nic && !json_is_null(nic))
		row(f, "Hardware", "%s: %s   (flue nic %s)", text(nic, "model"), text(nic, "summary"), n->name);
}
static void state(FILE *f, const struct report_nic *n, const json_t *j, const json_t *d)
{
	const json_t *link = json_object_get(json_object_get(d, "adapter"), "link"), *oids = json_object_get(d, "oids"),
	             *pending = json_object_get(oids, "pending"), *offload = json_object_get(d, "offload"),
	             *hang = json_object_get(d, "hang"), *holds = json_object_get(d, "holds"), *nic = json_object_get(j, "nic"), *v;
	bool first = true;
	const char *key;
	char held[300];

	fprintf(f, "\n\nSTATE\n\n");
	row(f, "Miniport", "%s", n->state);
	row(f, "Media", "%s", json_is_true(json_object_get(link, "connected")) ? "Connected" : "Disconnected");
	if (nic && !json_is_null(nic))
		row(f, "Hardware", "%s%s%s", text(nic, "state"), *text(nic, "failure") ? ": " : "", text(nic, "failure"));
	row(f, "Total resets", "%" JSON_INTEGER_FORMAT, number(hang, "resets"));
	if (json_is_object(pending))
		row(f, "Pending OID", "%s for %" JSON_INTEGER_FORMAT " ms, 0n%" JSON_INTEGER_FORMAT " queued behind it",
		    text(pending, "name"), number(pending, "ms"), number(oids, "queued"));
	else
		row(f, "Pending OID", "None");
	row(f, "OID requests", "0n%" JSON_INTEGER_FORMAT "   timed out: %" JSON_INTEGER_FORMAT, number(oids, "total"),
	    number(oids, "timeouts"));
	row(f, "Offload report", "0n%" JSON_INTEGER_FORMAT " changes, %" JSON_INTEGER_FORMAT " pauses, %" JSON_INTEGER_FORMAT " resumes%s",
	    number(offload, "changes"), number(offload, "pauses"), number(offload, "resumes"),
	    json_is_true(json_object_get(offload, "paused")) ? "   PAUSED" : "");
	json_object_foreach((json_t *)holds, key, v)
	{
		row(f, first ? "Allocated" : "", "%s: %" JSON_INTEGER_FORMAT, key, json_integer_value(v));
		first = false;
	}
	row(f, "Sandbox", "%s", report_sandbox(json_object_get(j, "sandbox"), held, sizeof(held)));
	row(f, "Crashes", "%" JSON_INTEGER_FORMAT, number(j, "crashes"));
	row(f, "Findings", "%" JSON_INTEGER_FORMAT "%s", number(j, "finding_count"), number(j, "finding_count") ? "   (flue log)" : "");
	row(f, "Processes", "lab %" JSON_INTEGER_FORMAT ", machine %" JSON_INTEGER_FORMAT, number(j, "pid"), number(j, "machine_pid"));
}
static void bindings(FILE *f, const json_t *d)
{
	const json_t *list = json_object_get(d, "bindings"), *b;
	size_t i;

	fprintf(f, "\n\nBINDINGS\n\n    %-18s %-10s %-12s %-14s %s\n", "Protocol list", "NDIS", "State", "Packet filter",
	        "Connection offload client");
	json_array_foreach((json_t *)list, i, b)
	        fprintf(f, "    %-18s %-10s %-12s 0x%-12" PRIx64 " %s\n", text(b, "protocol"), text(b, "ndis"), text(b, "state"),
	                (uint64_t)number(b, "packet_filter"), json_is_true(json_object_get(b, "chimney_client")) ? "Yes" : "No");
	if (!json_array_size(list))
		fprintf(f, "    (none)\n");
}
static void handler(FILE *f, const char *name, const json_t *v)
{
	if (!json_is_object(v))
		fprintf(f, "    %-38s [None]\n", name);
	else
		fprintf(f, "    %-38s %s+0x%" PRIx64 "%s%s\n", name, text(v, "module"), (uint64_t)number(v, "rva"),
		        *text(v, "symbol") ? "  " : "", text(v, "symbol"));
}
static void handlers(FILE *f, const json_t *d)
{
	const json_t *chimney = json_object_get(d, "chimney"), *set;
	static const char *const sets[] = {"generic", "tcp"};
	const char *key;
	json_t *v;

	fprintf(f, "\n\nHANDLERS\n\n    %-38s %s\n", "NDIS Handler", "Function (symbol if available)");
	json_object_foreach(json_object_get(d, "handlers"), key, v) handler(f, key, v);
	for (unsigned i = 0; i < 2; i++) {
		set = json_object_get(chimney, sets[i]);
		if (!json_is_object(set)) {
			fprintf(f, "    %-38s [None]\n", i ? "Connection offload, TCP" : "Connection offload, generic");
			continue;
		}
		json_object_foreach(json_object_get(set, "handlers"), key, v) handler(f, key, v);
	}
}
static void attributes(FILE *f, const json_t *d)
{
	const json_t *a = json_object_get(d, "attributes"), *registration = json_object_get(a, "registration"),
	             *kept = json_object_get(a, "kept"), *k;
	size_t i;

	fprintf(f, "\n\nATTRIBUTES\n\n");
	if (json_is_object(registration))
		row(f, "Registration", "flags 0x%" PRIx64 ", check for hang every %" JSON_INTEGER_FORMAT " s",
		    (uint64_t)number(registration, "flags"), number(registration, "check_for_hang"));
	row(f, "General", "%s", json_is_object(json_object_get(a, "general")) ? "set" : "not set");
	row(f, "Offload", "%s", json_is_true(json_object_get(a, "offload")) ? "set   (flue offloads)" : "not set");
	json_array_foreach((json_t *)kept, i, k) row(f, "", "%s revision %" JSON_INTEGER_FORMAT ", %" JSON_INTEGER_FORMAT " bytes",
	                                             text(k, "name"), number(k, "revision"), number(k, "size"));
	row(f, "Supported OIDs", "0n%zu   (flue oid list)", json_array_size(json_object_get(d, "supported_oids")));
}
/* The NIC as Linux has it: the netdev, what it may be asked for, and the wire. */
static void netdev(FILE *f, const json_t *j)
{
	const json_t *n = json_object_get(j, "netdev"), *wire = json_object_get(n, "wire"), *peer = json_object_get(n, "peer"), *v;
	char list[120] = "";
	size_t i;

	if (!json_is_object(n))
		return;
	fprintf(f, "\n\nNETDEV\n\n");
	row(f, "Interface", "%s   index %" JSON_INTEGER_FORMAT "%s%s%s", text(n, "name"), number(n, "ifindex"),
	    json_is_true(json_object_get(n, "up")) ? "   up" : "   down",
	    json_is_true(json_object_get(n, "carrier")) ? ", carrier" : ", no carrier",
	    json_is_true(json_object_get(n, "lab")) ? "   (flue host)" : "");
	row(f, "MAC address", "%s", text(n, "mac"));
	row(f, "MTU", "0n%" JSON_INTEGER_FORMAT, number(n, "mtu"));
	if (*text(n, "address4") || *text(n, "address6"))
		row(f, "Addresses", "%s  %s", text(n, "address4"), text(n, "address6"));
	json_array_foreach(json_object_get(n, "offloads"), i, v)
	        snprintf(list + strlen(list), sizeof(list) - strlen(list), "%s%s", i ? " " : "", json_string_value(v));
	row(f, "Linux may ask for", "%s   gso_max_size %" JSON_INTEGER_FORMAT " (IPv4 %" JSON_INTEGER_FORMAT ")   (ethtool -k)",
	    *list ? list : "nothing", number(n, "gso_max_size"), number(n, "gso_ipv4_max_size"));
	row(f, "Queues", "%" JSON_INTEGER_FORMAT, number(n, "queues"));
	row(f, "Sent", "0n%" JSON_INTEGER_FORMAT " frames (%" JSON_INTEGER_FORMAT " to segment), 0n%" JSON_INTEGER_FORMAT " bytes",
	    number(n, "sent"), number(n, "sent_super"), number(n, "sent_bytes"));
	row(f, "Received",
	    "0n%" JSON_INTEGER_FORMAT " frames (%" JSON_INTEGER_FORMAT " coalesced), 0n%" JSON_INTEGER_FORMAT
	    " bytes, %" JSON_INTEGER_FORMAT " dropped",
	    number(n, "received"), number(n, "received_super"), number(n, "received_bytes"), number(n, "dropped"));
	row(f, "Wake-ups", "0n%" JSON_INTEGER_FORMAT, number(n, "wakes"));
	if (json_is_object(wire))
		row(f, "Wire", "%s%s%s%s", text(wire, "spec"), json_is_object(peer) ? "   peer's interface " : "", text(peer, "name"),
		    json_is_object(peer) ? "   (flue peer)" : "");
	if (*text(n, "broken"))
		row(f, "Port", "broken: %s", text(n, "broken"));
	json_array_foreach(json_object_get(n, "notes"), i, v) row(f, "Note", "%s", json_string_value(v));
}
void report_show_text(FILE *f, const struct report_nic *n)
{
	const json_t *j = n->describe, *d = json_object_get(j, "describe"), *v;
	size_t i;

	report_line(f, n);
	miniport(f, n, j, d);
	state(f, n, j, d);
	netdev(f, j);
	if (json_is_object(d) && json_object_get(d, "handlers")) {
		bindings(f, d);
		handlers(f, d);
		attributes(f, d);
	}
	if (number(j, "finding_count")) {
		fprintf(f, "\n\nFINDINGS\n\n");
		json_array_foreach(json_object_get(j, "findings"), i, v) fprintf(f, "    %s\n", json_string_value(v));
	}
	if (*text(j, "note"))
		fprintf(f, "\n    Note: %s\n", text(j, "note"));
	fprintf(f, "\n\nMORE INFORMATION\n\n    flue offloads %s    flue keywords %s    flue oid list %s    flue watch %s    flue log %s\n",
	        n->name, n->name, n->name, n->name, n->name);
}
