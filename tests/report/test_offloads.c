/* The capability report as text: the shape that users know, n/a, not reported, reasons told once; keywords and trace lines. */
#include "report/report.h"
#include "report/trace_text.h"
#include "trace/names.h"
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static char *text_of(const struct report_nic *n, bool all)
{
	char *out;
	size_t size;
	FILE *f = open_memstream(&out, &size);

	report_offloads_text(f, n, all);
	fclose(f);
	return out;
}
static void put32(struct report_bytes *b, size_t at, uint32_t v)
{
	memcpy(b->b + at, &v, 4);
}
static void structure(struct report_bytes *b, uint8_t type, uint8_t revision, uint16_t size)
{
	memset(b, 0, sizeof(*b));
	b->b[0] = type;
	b->b[1] = revision;
	memcpy(b->b + 2, &size, 2);
	b->size = size;
}
static struct report_nic *toe(void)
{
	struct report_nic *n = calloc(1, sizeof(*n));

	n->ndis_version = 0x0006001e;
	structure(&n->conn_hw, 0x80, 1, 20);
	put32(&n->conn_hw, 4, 2);
	put32(&n->conn_hw, 8, 1 | 1 << 2);
	put32(&n->conn_hw, 12, 16384);
	n->conn_cur = n->conn_hw;
	put32(&n->conn_cur, 8, 1 | 2 << 2); /* IPv6 switched off */
	structure(&n->task_hw, 0xA7, 3, 156);
	put32(&n->task_hw, 80, 2);
	put32(&n->task_hw, 84, 63488);
	put32(&n->task_hw, 88, 2);
	n->task_cur = n->task_hw;
	put32(&n->task_cur, 80, 0);
	for (int i = 0; i < 2; i++) {
		strcpy(n->oper[i].state, i ? "No" : "not yet");
		strcpy(n->oper[i].why, "no connections are moved down");
	}
	return n;
}
static void same(const char *got, const char *want)
{
	if (strcmp(got, want))
		fail_msg("got\n%s\nwanted\n%s", got, want);
}
static void table(void **s)
{
	struct report_nic *n = toe();
	char *t = text_of(n, false);

	(void)s;
	same(t, "CONNECTION OFFLOAD\n"
	        "    Offload type                                    Current config          Hardware capability     Operational\n"
	        "    TCP connections over IPv4                       Yes                     Yes                     not yet [1]\n"
	        "    TCP connections over IPv6                       Off                     Yes                     No [1]\n"
	        "    IPv6 extension headers                          No                      No\n"
	        "    SACK                                            No                      No\n"
	        "    Encapsulation                                   802_3                   802_3\n"
	        "    Capacity                                        0n16384                 0n16384\n"
	        "    [1] no connections are moved down\n"
	        "TASK OFFLOADS\n"
	        "    Offload type                                    Current config          Hardware capability     Operational\n"
	        "    Large Send Offload v2 (LSOv2) with TCP/IPv4     No                      Yes\n"
	        "        Encapsulation                               None                    802_3\n"
	        "        Max size                                    0n63488                 0n63488\n"
	        "        Min segments                                2                       2\n"
	        "    Not supported: IPv4 checksum, transmit; IPv4 checksum, receive; IPv6 checksum, transmit; IPv6 checksum, receive; "
	        "\n        Large Send Offload v1 (LSOv1) with TCP/IPv4; Large Send Offload v2 (LSOv2) with TCP/IPv6; IPsec offload v1; "
	        "IPsec offload v2; "
	        "\n        Receive Segment Coalescing (RSC) with TCP/IPv4; Receive Segment Coalescing (RSC) with TCP/IPv6; Encapsulated "
	        "packets, NVGRE\n"
	        "    n/a (NDIS 6.30 can't say): Encapsulated packets, VXLAN; 464XLAT; UDP Segmentation Offload (USO) with IPv4; "
	        "\n        UDP Segmentation Offload (USO) with IPv6; UDP Receive Offload (URO)\n");
	free(t);
	t = text_of(n, true);
	assert_non_null(strstr(t, "    UDP Segmentation Offload (USO) with IPv4        n/a                     n/a\n"));
	assert_non_null(strstr(t, "    464XLAT                                         n/a                     n/a\n"));
	free(t);
	free(n);
}
static void nothing_reported(void **s)
{
	struct report_nic *n = calloc(1, sizeof(*n));
	char *t = text_of(n, false);
	json_t *j = report_offloads_json(n);

	(void)s;
	assert_non_null(strstr(t, "CONNECTION OFFLOAD\n    not reported"));
	assert_non_null(strstr(t, "TASK OFFLOADS\n    not reported"));
	assert_true(json_is_null(json_object_get(json_object_get(j, "connection"), "current")));
	json_decref(j);
	free(t);
	n->conn_hw = (struct report_bytes){.size = 0};
	structure(&n->conn_cur, 0x80, 1, 20); /* one of the two */
	t = text_of(n, false);
	assert_non_null(strstr(t, "TCP connections over IPv4                       No                      not reported\n"));
	free(t);
	free(n);
}
static void json_has_all(void **s)
{
	struct report_nic *n = toe();
	json_t *j = report_offloads_json(n), *c = json_object_get(json_object_get(j, "connection"), "hardware");

	(void)s;
	assert_int_equal(json_integer_value(json_object_get(c, "TcpConnectionOffloadCapacity")), 16384);
	assert_true(json_is_true(json_object_get(c, "SupportIPv6")));
	assert_int_equal(json_integer_value(json_object_get(json_object_get(json_object_get(j, "connection"), "current"), "SupportIPv6")),
	                 2);
	assert_string_equal(json_string_value(json_array_get(json_object_get(c, "Encapsulation"), 0)), "802_3");
	assert_int_equal(strlen(json_string_value(json_object_get(json_object_get(j, "raw"), "task_hardware"))), 312);
	assert_string_equal(
	        json_string_value(json_object_get(json_object_get(json_object_get(j, "operational"), "TcpConnectionIPv4"), "state")),
	        "not yet");
	json_decref(j);
	free(n);
}
/* Any bytes at all, of any size: the report is of an untrusted binary. */
static void hostile_bytes(void **s)
{
	struct report_nic *n = calloc(1, sizeof(*n));

	(void)s;
	srand(1);
	for (int i = 0; i < 300; i++) {
		struct report_bytes *all[] = {&n->task_cur, &n->task_hw, &n->conn_cur, &n->conn_hw};

		for (int k = 0; k < 4; k++) {
			for (size_t b = 0; b < sizeof(all[k]->b); b++)
				all[k]->b[b] = (uint8_t)rand();
			all[k]->size = (size_t)rand() % 257;
		}
		free(text_of(n, i & 1));
		json_decref(report_offloads_json(n));
	}
	free(n);
}
static void keywords(void **s)
{
	json_t *rows = json_pack("[{s:s,s:s,s:s,s:s}]", "display_name", "Large Send Offload V2 (IPv4)", "display_value", "Disabled",
	                         "keyword", "*LsoV2IPv4", "value", "0");
	char *t;
	size_t size;
	FILE *f = open_memstream(&t, &size);

	(void)s;
	report_keywords_text(f, rows);
	fclose(f);
	same(t, "DisplayName                   DisplayValue  RegistryKeyword  RegistryValue\n"
	        "-----------                   ------------  ---------------  -------------\n"
	        "Large Send Offload V2 (IPv4)  Disabled      *LsoV2IPv4       0\n");
	free(t);
	json_decref(rows);
}

/* ---- trace lines */
struct record {
	struct trace_head h;
	uint8_t rest[600];
};
static struct record record(enum trace_type type, const char *name, const void *payload, size_t n)
{
	struct record r;
	size_t len = strlen(name), room = (len + 7) & ~(size_t)7;

	memset(&r, 0, sizeof(r));
	r.h.type = (uint16_t)type;
	r.h.name_len = (uint16_t)len;
	r.h.payload = (uint32_t)n;
	r.h.time_ns = 1000102000;
	r.h.size = (uint32_t)(sizeof(r.h) + ((room + n + 7) & ~(size_t)7));
	memcpy(r.rest, name, len);
	memcpy(r.rest + room, payload, n);
	return r;
}
static void trace_lines(void **s)
{
	struct {
		struct trace_struct head;
		uint8_t b[20];
	} status = {{0x40020003, 0, 20, 20}, {0x80, 1, 20, 0, 2, 0, 0, 0, 1}};
	struct {
		struct trace_oid head;
		uint8_t b[20];
	} oid = {{.oid = 0xFC01020E, .by = 1, .written = 20}, {0x80, 1, 20, 0, 2, 0, 0, 0, 4}};
	struct trace_struct pause = {0x40020001, 0, 0, 0};
	char line[500];
	struct record r = record(TRACE_STATUS, "", &pause, sizeof(pause)),
	              note = record(TRACE_NOTE, "NDIS_STATUS_OFFLOAD_PAUSE", "host stack: no new offloads\n", 28);

	(void)s;
	report_trace_line(&r.h, 1000000000, line, sizeof(line));
	same(line, "  .000102  <- NDIS_STATUS_OFFLOAD_PAUSE");
	report_trace_append(line, sizeof(line), &note.h);
	same(line, "  .000102  <- NDIS_STATUS_OFFLOAD_PAUSE                        host stack: no new offloads");
	r = record(TRACE_STATUS, "NDIS_STATUS_OFFLOAD_RESUME", &status, sizeof(status));
	report_trace_line(&r.h, 0, line, sizeof(line));
	same(line, "  1.000102  <- NDIS_STATUS_OFFLOAD_RESUME                       NDIS_TCP_CONNECTION_OFFLOAD, 20 bytes: IPv4 only, "
	           "capacity 0");
	r = record(TRACE_OID_DONE, "", &oid, sizeof(oid));
	report_trace_line(&r.h, 1000000000, line, sizeof(line));
	same(line, "  .000102  -> OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG        NDIS answers from the report: IPv6 only, capacity 0");
	r = record(TRACE_LOG, "DbgPrint", "\x1b[31mred\r\n", 10); /* a driver can't paint the terminal */
	report_trace_line(&r.h, 1000000000, line, sizeof(line));
	assert_null(strchr(line, 27));
	for (size_t n = 0; n < 60; n++) { /* short payloads of every type */
		for (int type = 0; type < 20; type++) {
			r = record((enum trace_type)type, "x", &oid, n < sizeof(oid) ? n : sizeof(oid));
			report_trace_line(&r.h, 0, line, sizeof(line));
			json_decref(report_trace_json(&r.h, 0));
		}
		report_trace_line(&r.h, 0, line, n + 1); /* and room of every size */
	}
}
static void names(void **s)
{
	uint32_t v;

	(void)s;
	assert_string_equal(trace_oid_name(0xFC01020E), "OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG");
	assert_string_equal(trace_oid_name(0x00010101), "OID_GEN_SUPPORTED_LIST");
	assert_null(trace_oid_name(0xFF123456));
	assert_string_equal(trace_status_name(0xC0010016), "NDIS_STATUS_BUFFER_TOO_SHORT");
	assert_string_equal(trace_status_name(0), "NDIS_STATUS_SUCCESS");
	assert_string_equal(trace_object_type_name(0xA7), "NDIS_OBJECT_TYPE_OFFLOAD");
	assert_int_equal(trace_oid_by_name("oid_gen_link_state", &v), 0);
	assert_int_equal(v, 0x00010207);
	assert_int_equal(trace_oid_by_name("GEN_LINK_STATE", &v), 0);
	assert_int_not_equal(trace_oid_by_name("GEN_NOTHING", &v), 0);
	assert_int_equal(system("python3 '" FLUE_SOURCE_DIR "/src/trace/names_gen.py' --check"), 0);
}
static void oids(void **s)
{
	uint8_t b[64];
	struct err e;
	const char *value[] = {"0xb"}, *mac[] = {"02-11-22-33-44-55", "01:00:5e:00:00:01"},
	           *pair[] = {"IPv4.Enabled=on", "IPv4.EncapsulationType=802_3", "IPv4.HeaderSize=14"}, *bad[] = {"x"};
	json_t *j;

	(void)s;
	assert_int_equal(report_oid_encode(0x0001010E, value, 1, 0x00060054, b, sizeof(b), &e), 4);
	assert_int_equal(b[0], 11);
	assert_int_equal(report_oid_encode(0x01010103, mac, 2, 0x00060054, b, sizeof(b), &e), 12);
	assert_int_equal(b[6], 1);
	assert_int_equal(report_oid_encode(0x0101010A, pair, 3, 0x00060054, b, sizeof(b), &e), 28);
	assert_int_equal(b[0], 0xA8);
	assert_int_equal(b[4], 1);
	assert_int_equal(b[8], 2);
	assert_int_equal(b[12], 14);
	assert_true(report_oid_encode(0x0001010E, bad, 1, 0x00060054, b, sizeof(b), &e) < 0);
	assert_true(report_oid_encode(0x0001010E, bad, 0, 0x00060054, b, sizeof(b), &e) < 0);
	j = report_oid_json(0x01010102, "\x02\x11\x22\x33\x44\x55", 6);
	assert_string_equal(json_string_value(j), "02-11-22-33-44-55");
	json_decref(j);
	j = report_oid_json(0xFF000001, "\x02\x11", 2);
	assert_string_equal(json_string_value(json_object_get(j, "raw")), "0211");
	json_decref(j);
	for (size_t n = 0; n < 8; n++) { /* short answers */
		json_decref(report_oid_json(0x00010207, b, n));
		json_decref(report_oid_json(0x01010102, b, n));
		json_decref(report_oid_json(0xFC01020B, b, n));
	}
}
int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(table),        cmocka_unit_test(nothing_reported),
	        cmocka_unit_test(json_has_all), cmocka_unit_test(hostile_bytes),
	        cmocka_unit_test(keywords),     cmocka_unit_test(trace_lines),
	        cmocka_unit_test(names),        cmocka_unit_test(oids),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
