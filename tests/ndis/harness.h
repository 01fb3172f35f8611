/*
 * What the tests of NDIS share: the executive and NDIS in this process, the genuine driver ndis_script.sys that a test steers, structures
 * of every revision, OIDs, and a protocol that counts what it hears.
 */
#pragma once
#include "ndis/ndis_internal.h"
#include "../drivers/ndis_script.h"
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#define KEY     "\\Registry\\Machine\\System\\CurrentControlSet\\Control\\Class\\{4D36E972-E325-11CE-BFC1-08002BE10318}\\0000"
#define SERVICE "script"

struct harness {
	struct nt_config config;
	DRIVER_OBJECT *driver;
	struct image *image;
	struct ndis_script *script;
	struct nt_devnode *node;
	struct ndis_adapter *adapter;
	uint8_t *publish;
};
static struct harness H;
static const int harness_signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGSYS};
static struct sigaction harness_actions[ARRAY_LEN(harness_signals)];

/* ---- calls into the driver's levers */
#define LEVER(name) ((void *)harness_lever(name))
static inline void *harness_lever(const char *name)
{
	void *p = image_export_address(H.image, name);

	if (!p)
		fail_msg("ndis_script.sys does not export %s", name);
	return p;
}
static inline void indicate(NDIS_STATUS code, const void *buffer, unsigned bytes)
{
	((void(NTAPI *)(ULONG, const void *, ULONG))LEVER("script_indicate"))((ULONG)code, buffer, bytes);
}
static inline void indicate_raw(NDIS_STATUS_INDICATION *s)
{
	((void(NTAPI *)(NDIS_STATUS_INDICATION *))LEVER("script_indicate_raw"))(s);
}
static inline void complete_oid(void *request, NDIS_STATUS status)
{
	((void(NTAPI *)(void *, NDIS_STATUS))LEVER("script_complete_oid"))(request, status);
}
static inline NDIS_STATUS set_attributes(void *p)
{
	return ((NDIS_STATUS(NTAPI *)(void *))LEVER("script_set_attributes"))(p);
}

/* ---- structures by version */
static inline void structure(struct script_offload *o, uint8_t type, uint8_t revision, uint16_t size)
{
	memset(o, 0, sizeof(*o));
	o->given = 1;
	o->size = size;
	o->bytes[0] = type;
	o->bytes[1] = revision;
	memcpy(o->bytes + 2, &size, sizeof(size));
}
static inline void put32(void *bytes, unsigned offset, uint32_t v)
{
	memcpy((uint8_t *)bytes + offset, &v, sizeof(v));
}
static inline uint32_t get32(const void *bytes, unsigned offset)
{
	uint32_t v;

	memcpy(&v, (const uint8_t *)bytes + offset, sizeof(v));
	return v;
}
/* The revision that belongs to a registered version. */
static inline const struct ndis_revision *due(const struct ndis_revision *table, uint32_t version)
{
	const struct ndis_revision *r = table, *found = table;

	for (; r->revision; r++)
		if (r->since <= version)
			found = r;
	return found;
}
/* A task structure whose every member is told apart from every other's: byte n of the body is n * 7 + seed, encapsulations included. */
static inline void task(struct script_offload *o, uint32_t version, uint8_t seed)
{
	const struct ndis_revision *r = due(ndis_offload_revisions, version);

	structure(o, NDIS_OBJECT_TYPE_OFFLOAD, r->revision, r->size);
	for (unsigned i = 4; i < r->size; i++)
		o->bytes[i] = (uint8_t)(i * 7 + seed);
}
static inline void connection(struct script_offload *o, uint32_t v4, uint32_t v6, uint32_t capacity)
{
	structure(o, NDIS_OBJECT_TYPE_DEFAULT, 1, 20);
	put32(o->bytes, 4, v4 || v6 ? NDIS_ENCAPSULATION_IEEE_802_3 : 0);
	put32(o->bytes, 8, v4 | v6 << 2);
	put32(o->bytes, 12, capacity);
}
static inline void encapsulation(uint8_t *out, uint32_t v4, uint32_t v6)
{
	struct script_offload o;

	structure(&o, NDIS_OBJECT_TYPE_OFFLOAD_ENCAPSULATION, 1, 28);
	for (unsigned f = 0; f < 2; f++) {
		uint32_t v = f ? v6 : v4;

		put32(o.bytes, 4 + f * 12, v);
		put32(o.bytes, 8 + f * 12, v == NDIS_OFFLOAD_SET_ON ? NDIS_ENCAPSULATION_IEEE_802_3 : 0);
		put32(o.bytes, 12 + f * 12, v == NDIS_OFFLOAD_SET_ON ? 14 : 0);
	}
	memcpy(out, o.bytes, 28);
}
/* OID_TCP_OFFLOAD_PARAMETERS, revision 5, all NO_CHANGE. 34 bytes. */
static inline void parameters(uint8_t *out)
{
	struct script_offload o;

	structure(&o, NDIS_OBJECT_TYPE_DEFAULT, 5, 34);
	memcpy(out, o.bytes, 34);
}

/* ---- the world */
static inline void script_default(struct ndis_script *s)
{
	memset(s, 0, sizeof(*s));
	s->version = NDIS_V684;
	s->calls = 3;
	s->call[0].kind = SCRIPT_REGISTRATION;
	s->call[1].kind = SCRIPT_GENERAL;
	s->call[2].kind = SCRIPT_OFFLOAD;
	task(&s->offload[NDIS_TASK_CUR], s->version, 1);
	task(&s->offload[NDIS_TASK_HW], s->version, 3);
	connection(&s->offload[NDIS_CONN_CUR], 1, 0, 100);
	connection(&s->offload[NDIS_CONN_HW], 1, 1, 200);
	s->supported_count = 4;
	s->supported[0] = OID_GEN_STATISTICS;
	s->supported[1] = OID_GEN_CURRENT_PACKET_FILTER;
	s->supported[2] = OID_TCP_OFFLOAD_PARAMETERS;
	s->supported[3] = OID_OFFLOAD_ENCAPSULATION;
}
static inline void *harness_file(const char *path, size_t *bytes)
{
	FILE *f = fopen(path, "rb");
	void *p;

	if (!f)
		fail_msg("cannot open %s: build the target drv_ndis_script", path);
	fseek(f, 0, SEEK_END);
	*bytes = (size_t)ftell(f);
	rewind(f);
	p = malloc(*bytes);
	assert_int_equal(fread(p, 1, *bytes, f), *bytes);
	fclose(f);
	return p;
}
/* Executive, NDIS, the driver's image; nothing registered yet. */
static inline void start_with(const struct nt_config *c)
{
	NTSTATUS status = 0;
	struct err e = {0};
	size_t bytes;
	void *file;

	memset(&H, 0, sizeof(H));
	H.config = *c;
	if (nt_init(&H.config, &e))
		fail_msg("nt_init: %s", e.text);
	nt_thread_adopt("test");
	for (unsigned i = 0; i < ARRAY_LEN(harness_signals); i++)
		sigaction(harness_signals[i], NULL, &harness_actions[i]);
	assert_int_equal(ndis_init(), 0);
	H.publish = calloc(1, 8192);
	ndis_publish_init(H.publish, 8192);
	file = harness_file(FLUE_DRIVER_DIR "/ndis_script.sys", &bytes);
	if (nt_driver_load(file, bytes, "ndis_script.sys", SERVICE, &H.driver, &status, &e))
		fail_msg("load: %s (0x%08X)", e.text, (unsigned)status);
	free(file);
	H.image = nt_driver_image(H.driver);
	H.script = LEVER("script");
	script_default(H.script);
	nt_reg_set_sz(KEY, "*IfType", "6");
	nt_reg_set_sz(KEY, "*MediaType", "0");
	nt_reg_set_sz(KEY, "*PhysicalMediaType", "14");
	nt_reg_set_sz(KEY, "NetCfgInstanceId", "{11111111-2222-3333-4444-555555555555}");
	nt_reg_set_sz(KEY, "DriverDesc", "Flue script adapter");
}
/* cmocka puts its own handlers in front of ours before each of setup, test and teardown; a driver's trapped instruction needs ours. */
static inline void guard(void)
{
	for (unsigned i = 0; i < ARRAY_LEN(harness_signals); i++)
		sigaction(harness_signals[i], &harness_actions[i], NULL);
}
static inline int start(void **state)
{
	struct nt_config c = nt_test_config();

	start_with(&c);
	return 0;
}
static inline NDIS_STATUS do_register(void)
{
	return ((NDIS_STATUS(NTAPI *)(void))LEVER("script_register"))();
}
static inline int add_device(struct err *e)
{
	struct nt_pnp_id id = {
	        .nic = NT_NO_NIC, .device_id = "ROOT\\SCRIPT", .instance_id = "0000", .driver_key = KEY, .description = "script"};
	int r = nt_pnp_create(&id, &H.node, e);

	if (r)
		return r;
	r = nt_pnp_add_device(H.node, H.driver, e);
	H.adapter = r ? NULL : ndis_adapter_of(H.node);
	return r;
}
static inline int start_device(void)
{
	NTSTATUS status = 0;
	struct err e = {0};

	return nt_pnp_start(H.node, &status, &e);
}
/* Registered, added, initialized: Paused. */
static inline void paused(void)
{
	struct err e = {0};

	assert_int_equal(do_register(), NDIS_STATUS_SUCCESS);
	if (add_device(&e))
		fail_msg("add: %s", e.text);
	if (start_device())
		fail_msg("start failed: init status 0x%08X, last finding: %s", (unsigned)H.adapter->init_status, nt_finding_last());
	assert_int_equal(ndis_adapter_state(H.adapter), NDIS_PAUSED);
}
static inline void running(void)
{
	struct err e = {0};

	paused();
	if (ndis_adapter_up(H.adapter, &e))
		fail_msg("up: %s", e.text);
	assert_int_equal(ndis_adapter_state(H.adapter), NDIS_RUNNING);
}
static inline int stop(void **state)
{
	guard();
	if (H.adapter && ndis_adapter_of(H.node))
		nt_pnp_stop_remove(H.node, false);
	if (H.driver)
		nt_driver_unload(H.driver);
	ndis_exit();
	nt_exit();
	free(H.publish);
	return 0;
}

/* ---- OIDs as the administrator */
static inline struct ndis_oid_call query(NDIS_OID oid, void *buffer, ULONG bytes)
{
	struct ndis_oid_call c = {.type = NdisRequestQueryInformation, .oid = oid, .buffer = buffer, .out_length = bytes};

	ndis_adapter_oid(H.adapter, &c);
	return c;
}
static inline struct ndis_oid_call set(NDIS_OID oid, const void *buffer, ULONG bytes)
{
	struct ndis_oid_call c = {.type = NdisRequestSetInformation, .oid = oid, .buffer = (void *)buffer, .in_length = bytes};

	ndis_adapter_oid(H.adapter, &c);
	return c;
}
#define assert_status(a, b) assert_int_equal((uint32_t)(a), (uint32_t)(b))

/* ---- events of the driver */
static inline unsigned seen_count(unsigned event)
{
	unsigned n = 0;

	for (unsigned i = 0; i < H.script->seen_count && i < SCRIPT_SEEN; i++)
		n += H.script->seen[i] == event;
	return n;
}
/* Position of the first one, -1. */
static inline int seen_at(unsigned event)
{
	for (unsigned i = 0; i < H.script->seen_count && i < SCRIPT_SEEN; i++)
		if (H.script->seen[i] == event)
			return (int)i;
	return -1;
}
static inline bool oid_reached(NDIS_OID oid)
{
	for (unsigned i = 0; i < H.script->oid_count && i < SCRIPT_SEEN; i++)
		if (H.script->oids[i] == oid)
			return true;
	return false;
}
/* Was there a finding of this rule for the adapter? */
static inline bool found(const char *rule)
{
	size_t n = strlen(rule);

	for (unsigned i = 0; H.adapter && i < ARRAY_LEN(H.adapter->finding); i++)
		if (!strncmp(H.adapter->finding[i], rule, n) && H.adapter->finding[i][n] == ':')
			return true;
	return false;
}

/* ---- a protocol of the test's */
struct proto {
	NDIS_HANDLE handle;
	uint32_t version;
	const char *name;
	struct {
		NDIS_HANDLE handle, op;
		struct proto *proto;
	} binding;
	/* seen */
	unsigned binds, unbinds, pauses, restarts, statuses, completes;
	NDIS_STATUS last_status, status_codes[64];
	uint64_t order; /* of the last status, over all protocols of the test */
	uint8_t task[NDIS_STORED_MAX], conn[NDIS_STORED_MAX];
	unsigned task_size, conn_size, bind_revision, bind_size;
	bool task_given, conn_given;
	NDIS_STATUS complete_status;
	/* called inside the status handler */
	void (*on_status)(struct proto *p, NDIS_STATUS_INDICATION *s);
	bool refuse, leave_open;
};
static uint64_t proto_order;

static NDIS_STATUS NTAPI proto_bind(NDIS_HANDLE ctx, NDIS_HANDLE op, PNDIS_BIND_PARAMETERS bp)
{
	struct proto *p = ctx;
	NDIS_OPEN_PARAMETERS o;
	NDIS_MEDIUM media[] = {NdisMedium802_3};
	UINT selected;

	p->binds++;
	p->bind_revision = bp->Header.Revision;
	p->bind_size = bp->Header.Size;
	p->task_given = bp->DefaultOffloadConfiguration != NULL;
	p->conn_given = bp->TcpConnectionOffloadCapabilities != NULL;
	if (p->task_given) {
		p->task_size = bp->DefaultOffloadConfiguration->Header.Size;
		memcpy(p->task, bp->DefaultOffloadConfiguration, p->task_size);
	}
	if (p->conn_given) {
		p->conn_size = bp->TcpConnectionOffloadCapabilities->Header.Size;
		memcpy(p->conn, bp->TcpConnectionOffloadCapabilities, p->conn_size);
	}
	if (p->refuse)
		return NDIS_STATUS_FAILURE;
	memset(&o, 0, sizeof(o));
	o.Header.Type = NDIS_OBJECT_TYPE_OPEN_PARAMETERS;
	o.Header.Revision = NDIS_OPEN_PARAMETERS_REVISION_1;
	o.Header.Size = NDIS_SIZEOF_OPEN_PARAMETERS_REVISION_1;
	o.AdapterName = bp->AdapterName;
	o.MediumArray = media;
	o.MediumArraySize = 1;
	o.SelectedMediumIndex = &selected;
	return NdisOpenAdapterEx(p->handle, (NDIS_HANDLE)p, &o, op, &p->binding.handle);
}
static NDIS_STATUS NTAPI proto_unbind(NDIS_HANDLE op, NDIS_HANDLE ctx)
{
	struct proto *p = ctx;

	p->unbinds++;
	if (p->leave_open)
		return NDIS_STATUS_SUCCESS;
	NdisCloseAdapterEx(p->binding.handle); /* pending or not: proto_closed() counts */
	return NDIS_STATUS_SUCCESS;
}
static VOID NTAPI proto_closed(NDIS_HANDLE ctx)
{
}
static VOID NTAPI proto_opened(NDIS_HANDLE ctx, NDIS_STATUS status)
{
}
static NDIS_STATUS NTAPI proto_event(NDIS_HANDLE ctx, PNET_PNP_EVENT_NOTIFICATION n)
{
	struct proto *p = ctx;

	if (n->NetPnPEvent.NetEvent == NetEventPause)
		p->pauses++;
	if (n->NetPnPEvent.NetEvent == NetEventRestart)
		p->restarts++;
	return NDIS_STATUS_SUCCESS;
}
static VOID NTAPI proto_complete(NDIS_HANDLE ctx, PNDIS_OID_REQUEST r, NDIS_STATUS status)
{
	struct proto *p = ctx;

	p->completes++;
	p->complete_status = status;
}
static VOID NTAPI proto_status(NDIS_HANDLE ctx, PNDIS_STATUS_INDICATION s)
{
	struct proto *p = ctx;

	p->status_codes[p->statuses % ARRAY_LEN(p->status_codes)] = s->StatusCode;
	p->statuses++;
	p->last_status = s->StatusCode;
	p->order = ++proto_order;
	if (p->on_status)
		p->on_status(p, s);
}
static inline NDIS_STATUS proto_register(struct proto *p, const char *name, uint32_t version)
{
	NDIS_PROTOCOL_DRIVER_CHARACTERISTICS c;
	WCHAR wide[32];

	p->name = name;
	p->version = version;
	memset(&c, 0, sizeof(c));
	c.Header.Type = NDIS_OBJECT_TYPE_PROTOCOL_DRIVER_CHARACTERISTICS;
	c.Header.Revision = version >= NDIS_V61 ? 2 : 1;
	c.Header.Size = version >= NDIS_V61 ? NDIS_SIZEOF_PROTOCOL_DRIVER_CHARACTERISTICS_REVISION_2
	                                    : NDIS_SIZEOF_PROTOCOL_DRIVER_CHARACTERISTICS_REVISION_1;
	c.MajorNdisVersion = (UCHAR)(version >> 16);
	c.MinorNdisVersion = (UCHAR)version;
	c.Name.Buffer = wide;
	c.Name.Length = c.Name.MaximumLength = (USHORT)(nt_utf16_of(name, wide, ARRAY_LEN(wide)) * sizeof(WCHAR));
	c.BindAdapterHandlerEx = proto_bind;
	c.UnbindAdapterHandlerEx = proto_unbind;
	c.OpenAdapterCompleteHandlerEx = proto_opened;
	c.CloseAdapterCompleteHandlerEx = proto_closed;
	c.NetPnPEventHandler = proto_event;
	c.OidRequestCompleteHandler = proto_complete;
	c.StatusHandlerEx = proto_status;
	if (version >= NDIS_V61)
		c.DirectOidRequestCompleteHandler = proto_complete;
	return NdisRegisterProtocolDriver((NDIS_HANDLE)p, &c, &p->handle);
}
static inline void proto_request(NDIS_OID_REQUEST *r, NDIS_REQUEST_TYPE type, NDIS_OID oid, void *buffer, ULONG bytes)
{
	memset(r, 0, sizeof(*r));
	r->Header.Type = NDIS_OBJECT_TYPE_OID_REQUEST;
	r->Header.Revision = NDIS_OID_REQUEST_REVISION_1;
	r->Header.Size = NDIS_SIZEOF_OID_REQUEST_REVISION_1;
	r->RequestType = type;
	r->RequestId = r;
	r->DATA.QUERY_INFORMATION.Oid = oid;
	r->DATA.QUERY_INFORMATION.InformationBuffer = buffer;
	r->DATA.QUERY_INFORMATION.InformationBufferLength = bytes;
}
static inline void sleep_ms(unsigned ms)
{
	LARGE_INTEGER due = {.QuadPart = -(LONGLONG)ms * 10000};

	KeDelayExecutionThread(KernelMode, FALSE, &due);
}

/* Unused parts of a harness are no defect of a test. */
__attribute__((unused)) static void *const harness_used[] = {(void *)proto_closed, (void *)proto_opened};

/* ---- a driver that must be ended: runs fn in a child, true when it crashed; how is in *c */
static int harness_pipe;
static void __attribute__((noreturn)) harness_fatal(const struct nt_crash *c)
{
	if (write(harness_pipe, c, sizeof(*c)) != (ssize_t)sizeof(*c))
		_exit(71);
	_exit(70);
}
__attribute__((unused)) static bool crashes(void (*fn)(void), struct nt_crash *c)
{
	size_t got = 0;
	int p[2], status;

	memset(c, 0, sizeof(*c));
	if (pipe(p))
		fail_msg("pipe");
	pid_t pid = fork();
	if (!pid) {
		struct nt_config config = nt_test_config();

		harness_pipe = p[1];
		config.fatal = harness_fatal;
		alarm(30);
		start_with(&config);
		fn();
		_exit(0);
	}
	close(p[1]);
	for (ssize_t n; got < sizeof(*c) && (n = read(p[0], (char *)c + got, sizeof(*c) - got)) > 0;)
		got += (size_t)n;
	close(p[0]);
	waitpid(pid, &status, 0);
	return WIFEXITED(status) && WEXITSTATUS(status) == 70 && got == sizeof(*c);
}
