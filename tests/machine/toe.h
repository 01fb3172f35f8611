/*
 * toe.sys on its card, in one process: the genuine driver image in the executive and NDIS on one side, the model's thread behind the bus on
 * the other. The tests judge by the trace (what crossed the NDIS boundary), by NDIS's answers, and by what the card was told.
 */
#pragma once
#include "bus/bus.h"
#include "hw/nic.h"
#include "hw/toe/regs.h"
#include "ndis/ndis_host.h"
#include <ndischimney.h>
#include "tcpip/tcpip.h"
#include "trace/trace.h"
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>
#include <cmocka.h>

#define KEY         "\\Registry\\Machine\\System\\CurrentControlSet\\Control\\Class\\{4D36E972-E325-11CE-BFC1-08002BE10318}\\0000"
#define TRACE_BYTES (4u << 20)

static struct {
	struct nt_config config;
	struct nic *nic;
	int kick, irq[BUS_VECTORS];
	DRIVER_OBJECT *driver;
	struct nt_devnode *node;
	struct ndis_adapter *adapter;
	bool host;
	NTSTATUS load_status, start_status;
	uint8_t *trace;
	struct trace_sink sink;
} T;

static int toe_kick(unsigned nic)
{
	(void)nic;
	return T.kick;
}
static int toe_irq(unsigned nic, unsigned vector)
{
	(void)nic;
	return T.irq[vector];
}
static unsigned toe_nic_findings;
static inline void toe_finding(void *ctx, struct nic *n, const char *klass, const char *text)
{
	(void)ctx;
	(void)n;
	toe_nic_findings++;
	fprintf(stderr, "finding: %s: %s\n", klass, text);
}
static struct wire *toe_wire; /* the next card is plugged into it */

static inline void toe_log(const char *source, const char *text)
{
	fprintf(stderr, "%s: %s\n", source, text);
}

/* ---- the machine, the card, the driver's image. `config` from nt_test_config(). 0, or the errno of loading (T.load_status is
 * DriverEntry's). */
static inline int toe_machine(struct nt_config config, const char *spec, const struct tcpip_config *host)
{
	struct err e = {0};
	memset(&T, 0, sizeof T);
	T.config = config;
	if (getenv("FLUE_LOG"))
		T.config.on_log = toe_log;
	T.host = host != NULL;
	toe_nic_findings = 0;
	if (nic_create(spec, "toe0", &T.nic, &e))
		fail_msg("%s", e.text);
	if (toe_wire)
		nic_plug(T.nic, toe_wire);
	struct ram_header *h = config.ram;
	h->nics = 1; /* nt_test_config() keeps room at bus[0] */
	T.kick = eventfd(0, EFD_NONBLOCK);
	for (unsigned v = 0; v < nic_vectors(T.nic); v++)
		T.irq[v] = eventfd(0, EFD_NONBLOCK);
	const struct nic_attach a = {.ram = config.ram,
	                             .ram_size = h->ram_size,
	                             .bus_offset = h->bus[0],
	                             .kick_fd = T.kick,
	                             .irq_fd = T.irq,
	                             .serial = config.serial,
	                             .finding = toe_finding};
	if (nic_attach(T.nic, &a, &e))
		fail_msg("%s", e.text);
	T.trace = aligned_alloc(4096, TRACE_BYTES);
	trace_ring_format(T.trace, TRACE_BYTES);
	T.sink = (struct trace_sink){.control = trace_ring_at(T.trace, TRACE_BYTES)};
	trace_sink = &T.sink;
	if (nt_init(&T.config, &e))
		fail_msg("nt_init: %s", e.text);
	nt_thread_adopt("test");
	const struct bus_machine_fds fds = {toe_kick, toe_irq};
	if (bus_machine_init(config.ram, &fds, &e))
		fail_msg("%s", e.text);
	assert_int_equal(ndis_init(), 0);
	if (host && tcpip_init(host, &e))
		fail_msg("tcpip_init: %s", e.text);
	FILE *f = fopen(FLUE_DRIVER_DIR "/toe.sys", "rb");
	assert_non_null(f);
	static uint8_t file[4 << 20];
	const size_t bytes = fread(file, 1, sizeof file, f);
	fclose(f);
	const int r = nt_driver_load(file, bytes, "toe.sys", "toe", &T.driver, &T.load_status, &e);
	if (r && getenv("FLUE_LOG"))
		fprintf(stderr, "load: %s\n", e.text);
	return r;
}

static inline void keyword(const char *name, const char *value)
{
	nt_reg_set_sz(KEY, name, value);
}

/* AddDevice .. Running. T.start_status is MiniportInitializeEx's. */
static inline int toe_start(void)
{
	struct err e = {0};
	struct nt_pnp_id id = {.nic = 0, .instance_id = "0000", .driver_key = KEY, .description = "toe"};
	nic_hardware_id(T.nic, id.device_id, sizeof id.device_id);
	keyword("NetCfgInstanceId", "{11111111-2222-3333-4444-555555555555}");
	keyword("DriverDesc", "Flue TOE 7031");
	keyword("*IfType", "6");
	keyword("*MediaType", "0");
	keyword("*PhysicalMediaType", "14");
	if (nt_pnp_create(&id, &T.node, &e) || nt_pnp_add_device(T.node, T.driver, &e))
		fail_msg("%s", e.text);
	const int r = nt_pnp_start(T.node, &T.start_status, &e);
	if (r && getenv("FLUE_LOG"))
		fprintf(stderr, "start: %s\n", e.text);
	if (r)
		return r;
	T.adapter = ndis_adapter_of(T.node);
	if (ndis_adapter_up(T.adapter, &e))
		fail_msg("up: %s", e.text);
	assert_int_equal(ndis_adapter_state(T.adapter), NDIS_RUNNING);
	return 0;
}

static inline void toe_remove(bool surprise)
{
	assert_int_equal(nt_pnp_stop_remove(T.node, surprise), 0);
	T.node = NULL;
	T.adapter = NULL;
}

static inline void toe_end(void)
{
	if (T.node)
		toe_remove(false);
	if (T.driver)
		nt_driver_unload(T.driver); /* checks leaks */
	if (T.host)
		tcpip_exit();
	ndis_exit();
	nt_exit();
	trace_sink = NULL;
	nic_destroy(T.nic);
	free(T.trace);
	close(T.kick);
	for (unsigned v = 0; v < BUS_VECTORS; v++)
		if (T.irq[v])
			close(T.irq[v]);
	/* Whatever a test did with it, the driver never broke a rule and the card never found a fault with it. */
	if (nt_finding_count())
		fail_msg("%u findings, the last: %s", nt_finding_count(), nt_finding_last());
	assert_int_equal(toe_nic_findings, 0);
}

static inline void toe_up(const char *spec)
{
	if (toe_machine(nt_test_config(), spec, NULL) || toe_start())
		fail_msg("start failed: 0x%08x", (unsigned)T.start_status);
}

/* ---- the trace */
struct seen {
	uint16_t type;
	uint32_t code, result, bytes;
	uint8_t data[256];
};
#define SEEN_MAX 256
static struct seen seen[SEEN_MAX];
static unsigned seen_count;
/* Adds what has crossed the boundary since: status indications and attributes, in order. */
static inline void look_more(bool offloads_only)
{
	static uint8_t buf[65536] __attribute__((aligned(8)));
	while (trace_ring_read(T.sink.control, TRACE_BYTES, buf, sizeof buf) > 0) {
		const struct trace_head *h = (const void *)buf;
		if ((h->type != TRACE_STATUS && h->type != TRACE_ATTRIBUTES) || seen_count == SEEN_MAX)
			continue;
		const struct trace_struct *t = trace_payload(h);
		if (offloads_only && (h->type != TRACE_STATUS || t->code < 0x40020000 || t->code > 0x400200ff))
			continue;
		struct seen *s = &seen[seen_count++];
		memset(s, 0, sizeof *s);
		s->type = h->type;
		s->code = t->code;
		s->result = t->result;
		s->bytes = t->bytes;
		memcpy(s->data, t + 1, t->bytes < sizeof s->data ? t->bytes : sizeof s->data);
	}
}
/* What crossed since the last call. */
static inline unsigned look(void)
{
	seen_count = 0;
	look_more(false);
	return seen_count;
}
/* Status indications about offloads only. */
static inline unsigned look_offload(void)
{
	seen_count = 0;
	look_more(true);
	return seen_count;
}
static inline void sleep_ms(unsigned ms)
{
	LARGE_INTEGER t = {.QuadPart = -(LONGLONG)ms * 10000};
	KeDelayExecutionThread(KernelMode, FALSE, &t);
}
/* What follows a firmware event comes when the DPC has done its work: waits for n indications, and a little for one too many. */
static inline void await_offload(unsigned n)
{
	look_offload();
	for (unsigned i = 0; i < 2000 && seen_count < n; i++) {
		sleep_ms(1);
		look_more(true);
	}
	sleep_ms(5);
	look_more(true);
}
static inline void expect_statuses(const NDIS_STATUS *codes, unsigned n)
{
	bool same = seen_count == n;
	for (unsigned i = 0; same && i < n; i++)
		same = seen[i].code == (uint32_t)codes[i];
	if (same)
		return;
	for (unsigned i = 0; i < seen_count; i++)
		fprintf(stderr, "  seen 0x%08x, %u bytes\n", seen[i].code, seen[i].bytes);
	fail_msg("%u status indications, %u expected", seen_count, n);
}
#define EXPECT(...)                                                                                                                        \
	do {                                                                                                                               \
		static const NDIS_STATUS codes_[] = {__VA_ARGS__};                                                                         \
		await_offload(ARRAY_LEN(codes_));                                                                                          \
		expect_statuses(codes_, ARRAY_LEN(codes_));                                                                                \
	} while (0)
#define EXPECT_NOTHING() (await_offload(0), expect_statuses(NULL, 0))

/* ---- OIDs */
static inline NDIS_STATUS set_oid(NDIS_OID oid, const void *data, ULONG bytes, struct ndis_oid_call *out)
{
	uint8_t buffer[2048];
	memcpy(buffer, data, bytes);
	struct ndis_oid_call c = {.type = NdisRequestSetInformation, .oid = oid, .buffer = buffer, .in_length = bytes};
	ndis_adapter_oid(T.adapter, &c);
	if (out)
		*out = c;
	return c.status;
}
static inline NDIS_STATUS get_oid(NDIS_OID oid, void *data, ULONG bytes, ULONG *written)
{
	struct ndis_oid_call c = {.type = NdisRequestQueryInformation, .oid = oid, .buffer = data, .out_length = bytes};
	memset(data, 0xee, bytes);
	ndis_adapter_oid(T.adapter, &c);
	if (written)
		*written = c.status == NDIS_STATUS_SUCCESS ? c.written : c.needed;
	return c.status;
}
static inline NDIS_OFFLOAD task(NDIS_OID oid)
{
	NDIS_OFFLOAD o;
	assert_int_equal(get_oid(oid, &o, sizeof o, NULL), NDIS_STATUS_SUCCESS);
	return o;
}
static inline NDIS_TCP_CONNECTION_OFFLOAD conn(NDIS_OID oid)
{
	NDIS_TCP_CONNECTION_OFFLOAD c;
	assert_int_equal(get_oid(oid, &c, sizeof c, NULL), NDIS_STATUS_SUCCESS);
	return c;
}
#define TASK_CUR task(OID_TCP_OFFLOAD_CURRENT_CONFIG)
#define TASK_HW  task(OID_TCP_OFFLOAD_HARDWARE_CAPABILITIES)
#define CONN_CUR conn(OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG)
#define CONN_HW  conn(OID_TCP_CONNECTION_OFFLOAD_HARDWARE_CAPABILITIES)

static inline NDIS_OFFLOAD_PARAMETERS no_change(void)
{
	NDIS_OFFLOAD_PARAMETERS p;
	memset(&p, 0, sizeof p);
	p.Header.Type = NDIS_OBJECT_TYPE_DEFAULT;
	p.Header.Revision = NDIS_OFFLOAD_PARAMETERS_REVISION_5;
	p.Header.Size = NDIS_SIZEOF_OFFLOAD_PARAMETERS_REVISION_5;
	return p;
}
#define SET_PARAMETERS(...)                                                                                                                \
	({                                                                                                                                 \
		NDIS_OFFLOAD_PARAMETERS p = no_change();                                                                                   \
		__VA_ARGS__;                                                                                                               \
		set_oid(OID_TCP_OFFLOAD_PARAMETERS, &p, NDIS_SIZEOF_OFFLOAD_PARAMETERS_REVISION_5, NULL);                                  \
	})

static inline NDIS_OFFLOAD_ENCAPSULATION encapsulation(ULONG v4, ULONG v6)
{
	NDIS_OFFLOAD_ENCAPSULATION e;
	memset(&e, 0, sizeof e);
	e.Header.Type = NDIS_OBJECT_TYPE_OFFLOAD_ENCAPSULATION;
	e.Header.Revision = 1;
	e.Header.Size = sizeof e;
	e.IPv4.Enabled = v4;
	e.IPv6.Enabled = v6;
	if (v4 == NDIS_OFFLOAD_SET_ON)
		e.IPv4.EncapsulationType = NDIS_ENCAPSULATION_IEEE_802_3, e.IPv4.HeaderSize = 14;
	if (v6 == NDIS_OFFLOAD_SET_ON)
		e.IPv6.EncapsulationType = NDIS_ENCAPSULATION_IEEE_802_3, e.IPv6.HeaderSize = 14;
	return e;
}
static inline NDIS_STATUS set_encapsulation(ULONG v4, ULONG v6)
{
	NDIS_OFFLOAD_ENCAPSULATION e = encapsulation(v4, v6);
	return set_oid(OID_OFFLOAD_ENCAPSULATION, &e, sizeof e, NULL);
}

/* ---- the card */
static inline json_int_t card(const char *what)
{
	json_t *j = nic_show(T.nic);
	const json_int_t v = json_integer_value(json_object_get(json_object_get(j, "enabled"), what));
	json_decref(j);
	return v;
}
/* The card runs and has been told this. */
static inline bool card_has(const char *what, json_int_t value)
{
	json_t *j = nic_show(T.nic);
	const bool yes = !strcmp(json_string_value(json_object_get(j, "firmware")), "running") &&
	                 json_integer_value(json_object_get(json_object_get(j, "enabled"), what)) == value;
	json_decref(j);
	return yes;
}
static inline void firmware(const char *name, const char *value)
{
	struct err e = {0};
	if (nic_set(T.nic, name, value, &e))
		fail_msg("%s", e.text);
}
static inline void toe_give_up(const char *what)
{
	json_t *j = nic_show(T.nic);
	char *text = json_dumps(j, JSON_COMPACT | JSON_SORT_KEYS);
	fprintf(stderr, "card: %s\n", text);
	free(text);
	json_decref(j);
	fail_msg("in vain: %s", what);
}
#define WAIT_UNTIL(condition)                                                                                                              \
	do {                                                                                                                               \
		unsigned i_ = 0;                                                                                                           \
		while (!(condition)) {                                                                                                     \
			if (i_++ == 3000)                                                                                                  \
				toe_give_up(#condition);                                                                                   \
			sleep_ms(1);                                                                                                       \
		}                                                                                                                          \
	} while (0)
