/*
 * OIDs decoded: what the information buffer of the common ones means. The DDI page of each OID gives the type; an OID without an entry is
 * shown raw, never guessed. Encoding for `flue oid set` uses the same table.
 */
#include "report/report.h"
#include "trace/names.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <ndis.h>

enum oid_kind {
	OK_U32,
	OK_U64,
	OK_U32OR64,
	OK_HEX32,
	OK_TEXT,
	OK_MAC,
	OK_MACLIST,
	OK_OIDLIST,
	OK_VERSION16,
	OK_MEDIUM,
	OK_PHYSICAL,
	OK_LINKSPEED,
	OK_MEDIASTATE,
	OK_STRUCT,
	OK_LINKSTATE,
	OK_STATISTICS
};
struct oid_type {
	uint32_t oid;
	enum oid_kind kind;
	const struct report_struct *s;
};
static const struct oid_type types[] = {
        {OID_GEN_SUPPORTED_LIST, OK_OIDLIST, NULL},
        {OID_GEN_HARDWARE_STATUS, OK_U32, NULL},
        {OID_GEN_MEDIA_SUPPORTED, OK_MEDIUM, NULL},
        {OID_GEN_MEDIA_IN_USE, OK_MEDIUM, NULL},
        {OID_GEN_MAXIMUM_LOOKAHEAD, OK_U32, NULL},
        {OID_GEN_MAXIMUM_FRAME_SIZE, OK_U32, NULL},
        {OID_GEN_LINK_SPEED, OK_LINKSPEED, NULL},
        {OID_GEN_TRANSMIT_BUFFER_SPACE, OK_U32, NULL},
        {OID_GEN_RECEIVE_BUFFER_SPACE, OK_U32, NULL},
        {OID_GEN_TRANSMIT_BLOCK_SIZE, OK_U32, NULL},
        {OID_GEN_RECEIVE_BLOCK_SIZE, OK_U32, NULL},
        {OID_GEN_VENDOR_ID, OK_HEX32, NULL},
        {OID_GEN_VENDOR_DESCRIPTION, OK_TEXT, NULL},
        {OID_GEN_CURRENT_PACKET_FILTER, OK_HEX32, NULL},
        {OID_GEN_CURRENT_LOOKAHEAD, OK_U32, NULL},
        {OID_GEN_DRIVER_VERSION, OK_VERSION16, NULL},
        {OID_GEN_MAXIMUM_TOTAL_SIZE, OK_U32, NULL},
        {OID_GEN_MAC_OPTIONS, OK_HEX32, NULL},
        {OID_GEN_MEDIA_CONNECT_STATUS, OK_MEDIASTATE, NULL},
        {OID_GEN_MAXIMUM_SEND_PACKETS, OK_U32, NULL},
        {OID_GEN_VENDOR_DRIVER_VERSION, OK_VERSION16, NULL},
        {OID_GEN_PHYSICAL_MEDIUM, OK_PHYSICAL, NULL},
        {OID_GEN_MAC_ADDRESS, OK_MAC, NULL},
        {OID_GEN_PHYSICAL_MEDIUM_EX, OK_PHYSICAL, NULL},
        {OID_GEN_LINK_STATE, OK_LINKSTATE, NULL},
        {OID_GEN_XMIT_OK, OK_U32OR64, NULL},
        {OID_GEN_RCV_OK, OK_U32OR64, NULL},
        {OID_GEN_XMIT_ERROR, OK_U32OR64, NULL},
        {OID_GEN_RCV_ERROR, OK_U32OR64, NULL},
        {OID_GEN_RCV_NO_BUFFER, OK_U32OR64, NULL},
        {OID_GEN_STATISTICS, OK_STATISTICS, NULL},
        {OID_GEN_DIRECTED_BYTES_XMIT, OK_U32OR64, NULL},
        {OID_GEN_DIRECTED_FRAMES_XMIT, OK_U32OR64, NULL},
        {OID_GEN_MULTICAST_BYTES_XMIT, OK_U32OR64, NULL},
        {OID_GEN_MULTICAST_FRAMES_XMIT, OK_U32OR64, NULL},
        {OID_GEN_BROADCAST_BYTES_XMIT, OK_U32OR64, NULL},
        {OID_GEN_BROADCAST_FRAMES_XMIT, OK_U32OR64, NULL},
        {OID_802_3_PERMANENT_ADDRESS, OK_MAC, NULL},
        {OID_802_3_CURRENT_ADDRESS, OK_MAC, NULL},
        {OID_802_3_MULTICAST_LIST, OK_MACLIST, NULL},
        {OID_802_3_MAXIMUM_LIST_SIZE, OK_U32, NULL},
        {OID_802_3_RCV_ERROR_ALIGNMENT, OK_U32OR64, NULL},
        {OID_802_3_XMIT_ONE_COLLISION, OK_U32OR64, NULL},
        {OID_802_3_XMIT_MORE_COLLISIONS, OK_U32OR64, NULL},
        {OID_TCP_OFFLOAD_CURRENT_CONFIG, OK_STRUCT, &report_offload},
        {OID_TCP_OFFLOAD_HARDWARE_CAPABILITIES, OK_STRUCT, &report_offload},
        {OID_TCP_OFFLOAD_PARAMETERS, OK_STRUCT, &report_parameters},
        {OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG, OK_STRUCT, &report_connection},
        {OID_TCP_CONNECTION_OFFLOAD_HARDWARE_CAPABILITIES, OK_STRUCT, &report_connection},
        {OID_TCP_CONNECTION_OFFLOAD_PARAMETERS, OK_STRUCT, &report_connection_parameters},
        {OID_OFFLOAD_ENCAPSULATION, OK_STRUCT, &report_encapsulation},
};
static const struct oid_type *type_of(uint32_t oid)
{
	for (size_t i = 0; i < ARRAY_LEN(types); i++)
		if (types[i].oid == oid)
			return &types[i];
	return NULL;
}
static uint64_t word(const void *b, size_t size, size_t at, size_t width)
{
	uint64_t v = 0;

	if (at + width <= size)
		memcpy(&v, (const uint8_t *)b + at, width);
	return v;
}
static void mac_text(const uint8_t *b, char *out)
{
	sprintf(out, "%02X-%02X-%02X-%02X-%02X-%02X", b[0], b[1], b[2], b[3], b[4], b[5]);
}
static json_t *raw(const void *bytes, size_t size)
{
	char *hex = report_hex(bytes, size);
	json_t *j = json_pack("{s:s,s:I}", "raw", hex ? hex : "", "bytes", (json_int_t)size);

	free(hex);
	return j;
}
static json_t *number_name(uint32_t v, const char *const *names, size_t count)
{
	return v < count && names[v] ? json_string(names[v]) : json_integer(v);
}
static json_t *link_state(const uint8_t *b, size_t n)
{
	/* NDIS_LINK_STATE: MediaConnectState 4, MediaDuplexState 8, XmitLinkSpeed 16, RcvLinkSpeed 24, PauseFunctions 32,
	 * AutoNegotiationFlags 36 */
	static const char *const connect[] = {"Unknown", "Connected", "Disconnected"}, *const duplex[] = {"Unknown", "Half", "Full"};

	return json_pack("{s:o,s:o,s:I,s:I,s:I,s:I}", "MediaConnectState", number_name((uint32_t)word(b, n, 4, 4), connect, 3),
	                 "MediaDuplexState", number_name((uint32_t)word(b, n, 8, 4), duplex, 3), "XmitLinkSpeed",
	                 (json_int_t)word(b, n, 16, 8), "RcvLinkSpeed", (json_int_t)word(b, n, 24, 8), "PauseFunctions",
	                 (json_int_t)word(b, n, 32, 4), "AutoNegotiationFlags", (json_int_t)word(b, n, 36, 4));
}
static json_t *statistics(const uint8_t *b, size_t n)
{
	/* NDIS_STATISTICS_INFO: Header 4, SupportedStatistics 4, then 64-bit counters */
	static const char *const names[] = {"ifInDiscards",
	                                    "ifInErrors",
	                                    "ifHCInOctets",
	                                    "ifHCInUcastPkts",
	                                    "ifHCInMulticastPkts",
	                                    "ifHCInBroadcastPkts",
	                                    "ifHCOutOctets",
	                                    "ifHCOutUcastPkts",
	                                    "ifHCOutMulticastPkts",
	                                    "ifHCOutBroadcastPkts",
	                                    "ifOutErrors",
	                                    "ifOutDiscards",
	                                    "ifHCInUcastOctets",
	                                    "ifHCInMulticastOctets",
	                                    "ifHCInBroadcastOctets",
	                                    "ifHCOutUcastOctets",
	                                    "ifHCOutMulticastOctets",
	                                    "ifHCOutBroadcastOctets"};
	json_t *j = json_object();

	json_object_set_new(j, "SupportedStatistics", json_integer((json_int_t)word(b, n, 4, 4)));
	for (size_t i = 0; i < ARRAY_LEN(names) && 8 + i * 8 + 8 <= n; i++)
		json_object_set_new(j, names[i], json_integer((json_int_t)word(b, n, 8 + i * 8, 8)));
	return j;
}
json_t *report_oid_json(uint32_t oid, const void *bytes, size_t size)
{
	static const char *const medium[] = {"802.3",       "802.5",  "FDDI",         "WAN",      "LocalTalk", "DIX",   "ArcnetRaw",
	                                     "Arcnet878_2", "ATM",    "WirelessWan",  "IrDA",     "Bpc",       "CoWan", "1394",
	                                     "InfiniBand",  "Tunnel", "Native802_11", "Loopback", "WiMAX",     "IP"};
	static const char *const media_state[] = {"Connected", "Disconnected"};
	const struct oid_type *t = type_of(oid);
	const uint8_t *b = bytes;
	json_t *a;
	char text[32];

	if (!t)
		return raw(bytes, size);
	switch (t->kind) {
	case OK_U32:
	case OK_HEX32:
	case OK_PHYSICAL:
		return size >= 4 ? json_integer((json_int_t)word(b, size, 0, 4)) : raw(bytes, size);
	case OK_U64:
		return size >= 8 ? json_integer((json_int_t)word(b, size, 0, 8)) : raw(bytes, size);
	case OK_U32OR64:
		return size == 8 || size == 4 ? json_integer((json_int_t)word(b, size, 0, size)) : raw(bytes, size);
	case OK_LINKSPEED:
		return size >= 4 ? json_pack("{s:I}", "bits_per_second", (json_int_t)(word(b, size, 0, 4) * 100)) : raw(bytes, size);
	case OK_MEDIUM:
		return size >= 4 ? number_name((uint32_t)word(b, size, 0, 4), medium, ARRAY_LEN(medium)) : raw(bytes, size);
	case OK_MEDIASTATE:
		return size >= 4 ? number_name((uint32_t)word(b, size, 0, 4), media_state, 2) : raw(bytes, size);
	case OK_TEXT:
		a = json_stringn((const char *)b, strnlen((const char *)b, size));
		return a ? a : raw(bytes, size);
	case OK_VERSION16:
		snprintf(text, sizeof(text), "%u.%u", size == 2 ? b[1] : (unsigned)word(b, size, 2, 2),
		         size == 2 ? b[0] : (unsigned)word(b, size, 0, 2));
		return size >= 2 ? json_string(text) : raw(bytes, size);
	case OK_MAC:
		if (size < 6)
			return raw(bytes, size);
		mac_text(b, text);
		return json_string(text);
	case OK_MACLIST:
		a = json_array();
		for (size_t i = 0; i + 6 <= size; i += 6) {
			mac_text(b + i, text);
			json_array_append_new(a, json_string(text));
		}
		return a;
	case OK_OIDLIST:
		a = json_array();
		for (size_t i = 0; i + 4 <= size; i += 4) {
			uint32_t v = (uint32_t)word(b, size, i, 4);
			const char *name = trace_oid_name(v);

			snprintf(text, sizeof(text), "0x%08X", v);
			json_array_append_new(a, json_string(name ? name : text));
		}
		return a;
	case OK_LINKSTATE:
		return size >= 40 ? link_state(b, size) : raw(bytes, size);
	case OK_STATISTICS:
		return size >= 16 ? statistics(b, size) : raw(bytes, size);
	case OK_STRUCT:
		return size >= 4 ? report_struct_json(t->s, bytes, size) : raw(bytes, size);
	}
	return raw(bytes, size);
}
static void print_json(FILE *f, const char *indent, const char *key, const json_t *v)
{
	switch (json_typeof(v)) {
	case JSON_STRING:
		fprintf(f, "%s%-28s %s\n", indent, key, json_string_value(v));
		break;
	case JSON_INTEGER:
		fprintf(f, "%s%-28s %" JSON_INTEGER_FORMAT "\n", indent, key, json_integer_value(v));
		break;
	default:
		fprintf(f, "%s%-28s %s\n", indent, key, json_is_true(v) ? "Yes" : json_is_false(v) ? "No" : "n/a");
	}
}
void report_oid_text(FILE *f, uint32_t oid, const void *bytes, size_t size)
{
	const struct oid_type *t = type_of(oid);
	const uint8_t *b = bytes;

	if (t && t->kind == OK_STRUCT && size >= 4) {
		report_struct_text(f, t->s, bytes, size, "    ");
	} else if (t && t->kind == OK_HEX32 && size >= 4) {
		fprintf(f, "    0x%08" PRIX64 "\n", word(b, size, 0, 4));
	} else {
		json_t *j = report_oid_json(oid, bytes, size), *v;
		const char *key;
		size_t i;

		if (json_is_object(j) && !json_object_get(j, "raw")) {
			json_object_foreach(j, key, v) print_json(f, "    ", key, v);
		} else if (json_is_array(j)) {
			json_array_foreach(j, i, v) fprintf(f, "    %s\n", json_string_value(v));
		} else if (json_is_string(j)) {
			fprintf(f, "    %s\n", json_string_value(j));
		} else if (json_is_integer(j)) {
			fprintf(f, "    %" JSON_INTEGER_FORMAT "\n", json_integer_value(j));
		}
		json_decref(j);
	}
	fprintf(f, "    raw, %zu bytes:", size);
	for (size_t i = 0; i < size; i++)
		fprintf(f, "%s%02x", i % 32 == 0 ? "\n      " : i % 4 == 0 ? " " : "", b[i]);
	fputc('\n', f);
}
int report_oid_encode(uint32_t oid, const char *const *args, int count, uint32_t ndis_version, void *out, size_t max, struct err *e)
{
	const struct oid_type *t = type_of(oid);
	uint8_t *o = out;
	unsigned long long v;
	char *end;
	int n;

	if (count >= 1 && !strncmp(args[0], "hex:", 4)) {
		n = report_unhex(args[0] + 4, out, max);
		return n < 0 ? err_set(e, -n, "'%s' is not hexadecimal bytes (or more than %zu of them)", args[0], max) : n;
	}
	if (t && t->kind == OK_STRUCT) {
		size_t size;

		if (t->s == &report_parameters) {
			size = report_parameters_init(out, max, ndis_version);
		} else {
			uint8_t revision = t->s == &report_connection_parameters && ndis_version >= 0x00060001 ? 2 : 1;
			uint16_t bytes;

			size = t->s->sizes[revision];
			bytes = (uint16_t)size;
			memset(out, 0, size);
			o[0] = t->s->type;
			o[1] = revision;
			memcpy(o + 2, &bytes, 2);
			if (t->s == &report_connection_parameters) { /* a nested structure with a header of its own */
				o[4] = report_encapsulation.type;
				o[5] = 1;
				o[6] = 28;
			}
		}
		for (int i = 0; i < count; i++) {
			const char *eq = strchr(args[i], '=');
			char member[96];

			if (!eq)
				return err_set(e, EINVAL, "'%s': %s is set by MEMBER=VALUE, or whole by hex:...", args[i], t->s->name);
			snprintf(member, sizeof(member), "%.*s", (int)(eq - args[i]), args[i]);
			n = report_struct_set(t->s, out, size, member, eq + 1, e);
			if (n)
				return n;
		}
		return (int)size;
	}
	if (count < 1)
		return err_set(e, EINVAL, "a value is needed: a number, a MAC address, or hex:...");
	if (t && (t->kind == OK_MAC || t->kind == OK_MACLIST)) {
		int at = 0;

		for (int i = 0; i < count; i++) {
			if (at + 6 > (int)max || report_unhex(args[i], o + at, 6) != 6)
				return err_set(e, EINVAL, "'%s' is no MAC address (02-11-22-33-44-55)", args[i]);
			at += 6;
		}
		return at;
	}
	v = strtoull(args[0], &end, 0);
	if (end == args[0] || *end)
		return err_set(e, EINVAL, "'%s' is no number; give bytes as hex:...", args[0]);
	if (v <= 0xffffffffu && !(t && t->kind == OK_U64)) {
		memcpy(out, &v, 4);
		return 4;
	}
	memcpy(out, &v, 8);
	return 8;
}
