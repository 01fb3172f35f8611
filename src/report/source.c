/*
 * From the lab's answer to "show" to struct report_nic: the one place that knows how NDIS and the host stack describe themselves
 * (top of src/ndis/describe.c, tcpip_describe).
 */
#include "report/report.h"
#include <string.h>

static const char *text(const json_t *j, const char *key)
{
	const char *s = json_string_value(json_object_get(j, key));

	return s ? s : "";
}
static const char *const features[RF_COUNT] = {
        [RF_CONN4] = "TcpConnectionIPv4",
        [RF_CONN6] = "TcpConnectionIPv6",
        [RF_CSUM4TX] = "ChecksumIPv4Transmit",
        [RF_CSUM4RX] = "ChecksumIPv4Receive",
        [RF_CSUM6TX] = "ChecksumIPv6Transmit",
        [RF_CSUM6RX] = "ChecksumIPv6Receive",
        [RF_LSO1] = "LsoV1IPv4",
        [RF_LSO2_4] = "LsoV2IPv4",
        [RF_LSO2_6] = "LsoV2IPv6",
        [RF_IPSEC1] = "IPsecV1",
        [RF_IPSEC2] = "IPsecV2",
        [RF_RSC4] = "RscIPv4",
        [RF_RSC6] = "RscIPv6",
        [RF_GRE] = "EncapsulatedPacketTaskOffloadGre",
        [RF_VXLAN] = "EncapsulatedPacketTaskOffloadVxlan",
        [RF_XLAT] = "Rfc6877Xlat",
        [RF_USO4] = "UsoIPv4",
        [RF_USO6] = "UsoIPv6",
        [RF_URO] = "UdpRsc",
};
const char *report_feature_name(enum report_feature f)
{
	return features[f];
}
static void take_bytes(const json_t *from, const char *key, struct report_bytes *b)
{
	const char *hex = json_string_value(json_object_get(from, key));
	int n = hex ? report_unhex(hex, b->b, sizeof(b->b)) : 0;

	b->size = n > 0 ? (size_t)n : 0;
}
/* Who uses it is the host stack's to say, but NDIS may stand before it (no chimney handlers, RSC gated by an old filter): then NDIS's
 * reason is the one. */
static void take_operational(const json_t *stack, const json_t *ndis, struct report_nic *n)
{
	for (unsigned i = 0; i < RF_COUNT; i++) {
		const json_t *o = json_object_get(stack, features[i]), *gate = json_object_get(ndis, features[i]);

		if (*text(gate, "why") && strcmp(text(gate, "state"), "Yes"))
			o = gate;

		const char *why = text(o, "why"), *state = text(o, "state");

		if (!strncmp(why, state, strlen(state)) && !strncmp(why + strlen(state), ": ", 2))
			why += strlen(state) + 2; /* "not yet: ..." under "not yet" */
		snprintf(n->oper[i].state, sizeof(n->oper[i].state), "%.23s", state);
		snprintf(n->oper[i].why, sizeof(n->oper[i].why), "%.159s", why);
	}
}
void report_nic_from_json(const json_t *j, struct report_nic *n)
{
	const json_t *d = json_object_get(j, "describe"), *image = json_object_get(j, "image"), *nic = json_object_get(j, "nic"),
	             *offload = json_object_get(d, "offload");
	const char *device = text(j, "device_id");
	unsigned vendor, id;

	memset(n, 0, sizeof(*n));
	n->describe = (json_t *)j;
	snprintf(n->name, sizeof(n->name), "%.31s", text(j, "name"));
	snprintf(n->driver, sizeof(n->driver), "%.63s", text(j, "driver_file"));
	snprintf(n->driver_version, sizeof(n->driver_version), "%.31s",
	         *text(image, "file_version") ? text(image, "file_version") : text(json_object_get(d, "driver"), "version"));
	snprintf(n->signature, sizeof(n->signature), "%.63s", *text(image, "signature") ? text(image, "signature") : "?");
	snprintf(n->description, sizeof(n->description), "%.127s", text(j, "description"));
	snprintf(n->state, sizeof(n->state), "%.31s", text(j, "state"));
	snprintf(n->ndis, sizeof(n->ndis), "%.15s", text(d, "ndis"));
	n->ndis_version = report_version_parse(n->ndis);
	snprintf(n->model, sizeof(n->model), "%.31s", text(nic, "model"));
	if (sscanf(device, "PCI\\VEN_%4x&DEV_%4x", &vendor, &id) == 2)
		snprintf(n->device, sizeof(n->device), "PCI %04x:%04x%s%.31s%s", vendor, id, *n->model ? " (hw/" : "", n->model,
		         *n->model ? ")" : "");
	else
		snprintf(n->device, sizeof(n->device), "%.127s", device);
	take_bytes(offload, "task_current", &n->task_cur);
	take_bytes(offload, "task_hardware", &n->task_hw);
	take_bytes(offload, "connection_current", &n->conn_cur);
	take_bytes(offload, "connection_hardware", &n->conn_hw);
	take_operational(json_object_get(json_object_get(d, "tcpip"), "operational"), json_object_get(d, "operational"), n);
	n->handlers_tcp = json_is_true(json_object_get(json_object_get(d, "chimney"), "registered"));
}
void report_line(FILE *f, const struct report_nic *n)
{
	fprintf(f, "%s   %s%s%s   NDIS %s   %s   signature: %s   Miniport %s\n", n->name, n->driver, *n->driver_version ? " " : "",
	        n->driver_version, *n->ndis ? n->ndis : "?", n->device, n->signature, n->state);
}
