/* What the host stack asks, and what it says it decided, as the trace shows it. */
#define IO_HARNESS_TCPIP 1
#include "ndis/io_harness.h"
#include <ndischimney.h>

#define RING (1u << 20)
static struct trace_sink sink = {.writer = TRACE_MACHINE};

struct seen {
	uint16_t type;
	uint8_t nic;
	char name[64], text[200];
	uint32_t oid, request;
};
static struct seen seen[4096];
static unsigned n;

static void drain(void)
{
	static uint8_t record[64 << 10] __attribute__((aligned(8)));
	n = 0;
	while (n < ARRAY_LEN(seen) && trace_ring_read(sink.control, RING, record, sizeof(record)) > 0) {
		const struct trace_head *h = (const struct trace_head *)record;
		struct seen *s = &seen[n++];
		memset(s, 0, sizeof(*s));
		s->type = h->type;
		s->nic = h->nic;
		trace_head_name(h, s->name, sizeof(s->name));
		if (h->type == TRACE_NOTE)
			snprintf(s->text, sizeof(s->text), "%.*s", (int)(h->payload < 199 ? h->payload : 199),
			         (const char *)trace_payload(h));
		if (h->type == TRACE_OID && h->payload >= sizeof(struct trace_oid)) {
			struct trace_oid o;
			memcpy(&o, trace_payload(h), sizeof(o));
			s->oid = o.oid;
			s->request = o.request_type;
		}
	}
}

static unsigned oids(uint32_t oid, NDIS_REQUEST_TYPE type)
{
	unsigned count = 0;
	for (unsigned i = 0; i < n; i++)
		count += seen[i].type == TRACE_OID && seen[i].oid == oid && seen[i].request == (uint32_t)type;
	return count;
}

static bool note(const char *name, const char *text)
{
	for (unsigned i = 0; i < n; i++)
		if (seen[i].type == TRACE_NOTE && !strcmp(seen[i].name, name) && !strcmp(seen[i].text, text))
			return true;
	for (unsigned i = 0; i < n; i++)
		if (seen[i].type == TRACE_NOTE)
			print_message("note %s: %s\n", seen[i].name, seen[i].text);
	return false;
}

/* RP-205: no capability is asked for at bind. RP-206: the encapsulation is set and never queried. RP-250: nothing is enabled that the
 * hardware might lack, for the stack sets no OID_TCP_OFFLOAD_PARAMETERS. RP-192's set, and the order a stack brings a binding up in. */
static void at_bind(void **state)
{
	(void)state;
	drain();
	assert_int_equal(oids(OID_TCP_OFFLOAD_CURRENT_CONFIG, NdisRequestQueryInformation), 0);
	assert_int_equal(oids(OID_TCP_OFFLOAD_HARDWARE_CAPABILITIES, NdisRequestQueryInformation), 0);
	assert_int_equal(oids(OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG, NdisRequestQueryInformation), 0);
	assert_int_equal(oids(OID_TCP_CONNECTION_OFFLOAD_HARDWARE_CAPABILITIES, NdisRequestQueryInformation), 0);
	assert_int_equal(oids(OID_OFFLOAD_ENCAPSULATION, NdisRequestQueryInformation), 0);
	assert_int_equal(oids(OID_TCP_OFFLOAD_PARAMETERS, NdisRequestSetInformation), 0);
	assert_int_equal(oids(OID_OFFLOAD_ENCAPSULATION, NdisRequestSetInformation), 1);
	assert_int_equal(oids(OID_TCP_CONNECTION_OFFLOAD_PARAMETERS, NdisRequestSetInformation), 1);
	assert_int_equal(oids(OID_GEN_CURRENT_PACKET_FILTER, NdisRequestSetInformation), 1);
	assert_int_equal(oids(OID_GEN_CURRENT_LOOKAHEAD, NdisRequestSetInformation), 1);
	unsigned encapsulation = 0, filter = 0;
	for (unsigned i = 0; i < n; i++) {
		if (seen[i].type == TRACE_OID && seen[i].oid == OID_OFFLOAD_ENCAPSULATION)
			encapsulation = i;
		if (seen[i].type == TRACE_OID && seen[i].oid == OID_GEN_CURRENT_PACKET_FILTER)
			filter = i;
	}
	assert_true(encapsulation < filter); /* offloads are active before the first frame may come */
	assert_true(note("bind", "host stack: bound; task offload offered, connection offload IPv4 and IPv6, 64 connections"));
}

static void pause_and_resume(void **state)
{
	(void)state;
	AT_DISPATCH(MINI_CALL(mini_pause, void, void)());
	drain();
	assert_true(note("NDIS_STATUS_OFFLOAD_PAUSE", "host stack: no new offloads; upload 0 connections"));
	assert_int_equal(oids(OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG, NdisRequestQueryInformation), 0);
	AT_DISPATCH(MINI_CALL(mini_resume, void, ULONG, ULONG, ULONG)(1, 0, 16));
	sleep_ms(20);
	drain();
	assert_true(note("OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG", "NDIS answers from the report: IPv4 only"));
	assert_int_equal(oids(OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG, NdisRequestQueryInformation), 1);
	tcpip_set_on_pause(TCPIP_HOLD);
	MINI_CALL(mini_pause, void, void)();
	MINI_CALL(mini_upload_all, void, void)();
	drain();
	assert_true(note("NDIS_STATUS_OFFLOAD_PAUSE", "host stack: no new offloads; hold 0 connections where they are"));
	assert_true(note("NDIS_STATUS_UPLOAD_ALL", "host stack: no new offloads; upload 0 connections"));
}

static void at_unbind(void **state)
{
	(void)state;
	mini_stop(false);
	drain();
	assert_true(note("unbind", "host stack: unbound"));
	assert_int_equal(oids(OID_GEN_CURRENT_PACKET_FILTER, NdisRequestSetInformation), 1); /* cleared before the binding is closed */
	mini_unload();
}

static int up(void **state)
{
	(void)state;
	const struct tcpip_config host = {.on_pause = TCPIP_UPLOAD};
	struct nt_config config = nt_test_config();
	void *memory = calloc(1, RING + 4096);
	trace_ring_format(memory, RING);
	sink.control = sink.data = trace_ring_at(memory, RING);
	machine_up(config, &host);
	mini_load();
	trace_sink = &sink;
	mini_start();
	return 0;
}
static int down(void **state)
{
	(void)state;
	machine_down(true);
	trace_sink = NULL;
	return 0;
}
int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(at_bind), cmocka_unit_test(pause_and_resume), cmocka_unit_test(at_unbind)};
	return cmocka_run_group_tests(tests, up, down);
}
