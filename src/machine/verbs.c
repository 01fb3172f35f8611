/*
 * What each request of the lab does. One function per verb, one table; arguments are checked here, so that nt, ndis and tcpip see only
 * sound ones.
 */
#include "machine/control.h"
#include "machine/protocol.h"
#include "ndis/ndis_host.h"
#include "nt/nt.h"
#include "nt/exec.h"
#include "tcpip/tcpip.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct adapter {
	char name[40];
	struct nt_devnode *node;
	struct nt_pnp_id id;
	bool started;
};
static struct adapter adapters[FLUE_NICS];
static DRIVER_OBJECT *driver;
static char driver_name[64];

static json_t *fail(struct verb_error *e, const char *klass, int code, const char *fmt, ...) __attribute__((format(printf, 4, 5)));
static json_t *fail(struct verb_error *e, const char *klass, int code, const char *fmt, ...)
{
	va_list ap;
	snprintf(e->klass, sizeof e->klass, "%s", klass);
	e->e.code = -code;
	va_start(ap, fmt);
	vsnprintf(e->e.text, sizeof e->e.text, fmt, ap);
	va_end(ap);
	return NULL;
}

static json_t *fail_status(struct verb_error *e, const char *klass, uint32_t status)
{
	snprintf(e->klass, sizeof e->klass, "%s", klass);
	e->has_status = true;
	e->status = status;
	if (!e->e.text[0])
		err_set(&e->e, EIO, "%s failed with status 0x%08X", klass, status);
	return NULL;
}

static const char *text_of(json_t *args, const char *key)
{
	const char *s = json_string_value(json_object_get(args, key));
	return s ? s : "";
}

static struct adapter *adapter_of(json_t *args, struct verb_error *e)
{
	const char *name = text_of(args, "adapter");
	for (unsigned i = 0; i < FLUE_NICS; i++)
		if (adapters[i].name[0] && strcmp(adapters[i].name, name) == 0)
			return &adapters[i];
	fail(e, "adapter", ENOENT, "no adapter '%s' in this machine", name);
	return NULL;
}

static struct ndis_adapter *ndis_of(json_t *args, struct verb_error *e)
{
	struct adapter *a = adapter_of(args, e);
	struct ndis_adapter *n = a && a->node ? ndis_adapter_of(a->node) : NULL;
	if (a && !n)
		fail(e, "adapter", ENODEV, "adapter '%s' is not initialized", a->name);
	return n;
}

static json_t *info_json(const struct image_info *i)
{
	json_t *j = json_pack("{s:s, s:I, s:i, s:i, s:i, s:s, s:s, s:s, s:i, s:i, s:i, s:i, s:i}", "name", i->name, "size",
	                      (json_int_t)i->size, "checksum", (int)i->checksum, "timestamp", (int)i->timestamp, "pdb_age", (int)i->pdb_age,
	                      "pdb_name", i->pdb_name, "file_version", i->file_version, "signature", i->signature, "imports",
	                      (int)i->imports, "imports_missing", (int)i->imports_missing, "patched_cr8", (int)i->patched_cr8,
	                      "patched_kuser", (int)i->patched_kuser, "trapped_sites", (int)i->trapped_sites);
	if (j) {
		json_object_set_new(j, "base", json_integer((json_int_t)(uintptr_t)i->base));
		json_object_set_new(j, "pdb_guid", machine_hex(i->pdb_guid, sizeof i->pdb_guid));
	}
	return j ? j : json_object();
}

static json_t *reg_set_one(json_t *v, struct verb_error *e)
{
	size_t bytes = 0;
	const char *path = text_of(v, "path"), *name = text_of(v, "name");
	if (json_is_true(json_object_get(v, "delete"))) {
		nt_reg_delete(path, name);
		return json_object();
	}
	void *data = machine_unhex(text_of(v, "data"), &bytes);
	if (!data)
		return fail(e, "registry", EINVAL, "registry value %s\\%s: data is not hex", path, name);
	int r = nt_reg_load(path, name, (uint32_t)json_integer_value(json_object_get(v, "type")), data, bytes);
	free(data);
	return r ? fail(e, "registry", -r, "registry value %s\\%s can't be set: %s", path, name, strerror(-r)) : json_object();
}

static json_t *verb_reg_set(struct ram_header *ram, json_t *args, struct verb_error *e)
{
	json_t *values = json_object_get(args, "values"), *v;
	size_t i;
	(void)ram;
	if (!values)
		return reg_set_one(args, e);
	json_array_foreach(values, i, v)
	{
		json_t *one = reg_set_one(v, e);
		if (!one)
			return NULL;
		json_decref(one);
	}
	return json_object();
}

/* The lab put the file into RAM; it may not lie outside of it. */
static const void *image_bytes(const struct ram_header *ram, size_t *bytes)
{
	*bytes = ram->image_size;
	return (const char *)ram + ram->image;
}

static void add_import(void *ctx, const char *dll, const char *name)
{
	json_array_append_new(ctx, json_pack("{s:s, s:s, s:b}", "dll", dll, "name", name, "have", nt_export_find(dll, name) != NULL));
}

static json_t *verb_inspect(struct ram_header *ram, json_t *args, struct verb_error *e)
{
	struct image_info info;
	size_t bytes;
	const void *file = image_bytes(ram, &bytes);
	json_t *imports = json_array();

	if (image_inspect(file, bytes, text_of(args, "name"), &info, add_import, imports, &e->e)) {
		json_decref(imports);
		snprintf(e->klass, sizeof e->klass, "image");
		return NULL;
	}
	return json_pack("{s:o, s:o}", "info", info_json(&info), "imports", imports);
}

static json_t *verb_load(struct ram_header *ram, json_t *args, struct verb_error *e)
{
	NTSTATUS status = 0;
	size_t bytes;
	const void *file = image_bytes(ram, &bytes);

	if (driver)
		return fail(e, "load", EBUSY, "a driver is loaded in this machine already");
	snprintf(driver_name, sizeof driver_name, "%s", text_of(args, "name"));
	int r = nt_driver_load(file, bytes, driver_name, text_of(args, "service"), &driver, &status, &e->e);
	if (r) {
		driver = NULL;
		snprintf(e->klass, sizeof e->klass, "load");
		return status ? fail_status(e, "load", (uint32_t)status) : NULL;
	}
	return json_pack("{s:o}", "info", info_json(image_info(nt_driver_image(driver))));
}

static json_t *describe(struct adapter *a)
{
	struct ndis_adapter *n = a->node ? ndis_adapter_of(a->node) : NULL;
	json_t *j = n ? ndis_adapter_describe(n) : json_pack("{s:s}", "state", "Halted");
	if (j && n)
		json_object_set_new(j, "tcpip", tcpip_describe_device(nt_devnode_pdo(a->node)));
	if (j && driver)
		json_object_set_new(j, "image", info_json(image_info(nt_driver_image(driver))));
	if (j)
		json_object_set_new(j, "findings", json_integer(nt_finding_count()));
	return j;
}

/* AddDevice .. Running. A failure takes back what was done, so that the lab may try again with other settings. */
static json_t *bring_up(struct adapter *a, struct verb_error *e)
{
	NTSTATUS status = 0;
	int r;

	ndis_start_failure_clear();
	r = nt_pnp_create(&a->id, &a->node, &e->e);
	if (r) {
		a->node = NULL;
		return fail_status(e, "create device", 0xC0000001u);
	}
	r = nt_pnp_add_device(a->node, driver, &e->e);
	if (!r)
		r = nt_pnp_start(a->node, &status, &e->e);
	if (!r && ndis_adapter_of(a->node))
		r = ndis_adapter_up(ndis_adapter_of(a->node), &e->e);
	if (r) {
		nt_pnp_stop_remove(a->node, false);
		a->node = NULL;
		if (*ndis_start_failure()) /* says more than the IRP's status */
			err_set(&e->e, EIO, "%s", ndis_start_failure());
		return fail_status(e, "start", status ? (uint32_t)status : 0xC0000001u);
	}
	a->started = true;
	return describe(a);
}

static json_t *verb_start(struct ram_header *ram, json_t *args, struct verb_error *e)
{
	struct adapter *a = NULL;
	json_int_t nic = json_is_integer(json_object_get(args, "nic")) ? json_integer_value(json_object_get(args, "nic")) : -1;

	if (!driver)
		return fail(e, "start", ENODEV, "no driver is loaded");
	for (unsigned i = 0; i < FLUE_NICS && !a; i++)
		if (!adapters[i].name[0])
			a = &adapters[i];
	if (!a)
		return fail(e, "start", ENOSPC, "this machine carries %u adapters already", FLUE_NICS);
	if (nic >= (json_int_t)ram->nics)
		return fail(e, "start", EINVAL, "NIC %lld is not plugged in", (long long)nic);
	memset(a, 0, sizeof *a);
	a->id.nic = nic < 0 ? NT_NO_NIC : (unsigned)nic;
	snprintf(a->id.device_id, sizeof a->id.device_id, "%s", text_of(args, "device_id"));
	snprintf(a->id.instance_id, sizeof a->id.instance_id, "%s", text_of(args, "instance_id"));
	snprintf(a->id.driver_key, sizeof a->id.driver_key, "%s", text_of(args, "driver_key"));
	snprintf(a->id.description, sizeof a->id.description, "%s", text_of(args, "description"));
	snprintf(a->name, sizeof a->name, "%s", text_of(args, "adapter"));
	json_t *j = bring_up(a, e);
	if (!j)
		a->name[0] = 0;
	return j;
}

static json_t *verb_describe(struct ram_header *ram, json_t *args, struct verb_error *e)
{
	struct adapter *a = adapter_of(args, e);
	(void)ram;
	return a ? describe(a) : NULL;
}

static json_t *verb_oid(struct ram_header *ram, json_t *args, struct verb_error *e)
{
	struct ndis_adapter *n = ndis_of(args, e);
	struct ndis_oid_call c = {0};
	const char *type = text_of(args, "type");
	json_int_t out = json_integer_value(json_object_get(args, "out"));
	size_t in_bytes = 0;
	(void)ram;

	if (!n)
		return NULL;
	uint8_t *in = machine_unhex(text_of(args, "in"), &in_bytes);
	if (!in || out < 0 || out > 65536 || in_bytes > 65536) {
		free(in);
		return fail(e, "oid", EINVAL, "the OID's buffer is not hex, or longer than 65,536 bytes");
	}
	size_t size = in_bytes > (size_t)out ? in_bytes : (size_t)out;
	/* drivers may expect pool memory: it has a physical address */
	uint8_t *buffer = ExAllocatePoolWithTag(NonPagedPoolNx, size ? size : 1, 'dOlF');
	if (!buffer) {
		free(in);
		return fail(e, "oid", ENOMEM, "no pool left for the OID's buffer");
	}
	memset(buffer, 0, size);
	memcpy(buffer, in, in_bytes);
	free(in);
	c.type = strcmp(type, "set") == 0      ? NdisRequestSetInformation
	         : strcmp(type, "method") == 0 ? NdisRequestMethod
	                                       : NdisRequestQueryInformation;
	c.oid = (NDIS_OID)json_integer_value(json_object_get(args, "oid"));
	c.method_id = (ULONG)json_integer_value(json_object_get(args, "method_id"));
	c.timeout_ms = (ULONG)json_integer_value(json_object_get(args, "timeout_ms"));
	c.path = (unsigned)json_integer_value(json_object_get(args, "path"));
	c.as_protocol = json_is_true(json_object_get(args, "as_protocol"));
	c.buffer = buffer;
	c.in_length = (ULONG)in_bytes;
	c.out_length = (ULONG)out;
	ndis_adapter_oid(n, &c);
	json_t *j =
	        json_pack("{s:I, s:I, s:I, s:I, s:I}", "status", (json_int_t)(uint32_t)c.status, "written", (json_int_t)c.written, "read",
	                  (json_int_t)c.read, "needed", (json_int_t)c.needed, "supported_revision", (json_int_t)c.supported_revision);
	if (c.type != NdisRequestSetInformation && c.status == NDIS_STATUS_SUCCESS)
		json_object_set_new(j, "data", machine_hex(buffer, c.written < size ? c.written : size));
	ExFreePoolWithTag(buffer, 'dOlF');
	return j;
}

static json_t *state_verb(json_t *args, struct verb_error *e, const char *klass, int (*fn)(struct ndis_adapter *, struct err *))
{
	struct ndis_adapter *n = ndis_of(args, e);
	if (!n)
		return NULL;
	if (fn(n, &e->e)) {
		snprintf(e->klass, sizeof e->klass, "%s", klass);
		return NULL;
	}
	return verb_describe(NULL, args, e);
}

static json_t *verb_pause(struct ram_header *ram, json_t *args, struct verb_error *e)
{
	(void)ram;
	return state_verb(args, e, "pause", ndis_adapter_pause);
}

static json_t *verb_restart(struct ram_header *ram, json_t *args, struct verb_error *e)
{
	(void)ram;
	return state_verb(args, e, "restart", ndis_adapter_restart);
}

static json_t *verb_reset(struct ram_header *ram, json_t *args, struct verb_error *e)
{
	(void)ram;
	return state_verb(args, e, "reset", ndis_adapter_reset);
}

static json_t *verb_shutdown(struct ram_header *ram, json_t *args, struct verb_error *e)
{
	struct ndis_adapter *n = ndis_of(args, e);
	(void)ram;
	if (!n)
		return NULL;
	ndis_adapter_shutdown(n);
	nt_io_shutdown(); /* IoRegisterShutdownNotification */
	return json_object();
}

static json_t *verb_stop(struct ram_header *ram, json_t *args, struct verb_error *e)
{
	struct adapter *a = adapter_of(args, e);
	(void)ram;
	if (!a)
		return NULL;
	if (a->node)
		nt_pnp_stop_remove(a->node, json_is_true(json_object_get(args, "surprise")));
	a->node = NULL;
	a->started = false;
	return json_pack("{s:i}", "findings", (int)nt_finding_count());
}

static json_t *verb_start_again(struct ram_header *ram, json_t *args, struct verb_error *e)
{
	struct adapter *a = adapter_of(args, e);
	(void)ram;
	if (!a)
		return NULL;
	if (a->node)
		nt_pnp_stop_remove(a->node, false);
	a->node = NULL;
	return bring_up(a, e);
}

static json_t *verb_unload(struct ram_header *ram, json_t *args, struct verb_error *e)
{
	int leaks = 0;
	(void)ram, (void)args, (void)e;
	for (unsigned i = 0; i < FLUE_NICS; i++) {
		if (adapters[i].name[0] && adapters[i].node)
			nt_pnp_stop_remove(adapters[i].node, false);
		memset(&adapters[i], 0, sizeof adapters[i]);
	}
	if (driver)
		leaks = nt_driver_unload(driver);
	driver = NULL;
	return json_pack("{s:i, s:i}", "leaks", leaks < 0 ? 0 : leaks, "findings", (int)nt_finding_count());
}

static json_t *verb_ioctl(struct ram_header *ram, json_t *args, struct verb_error *e)
{
	size_t in_bytes = 0, returned = 0;
	json_int_t out_bytes = json_integer_value(json_object_get(args, "out"));
	(void)ram;
	if (out_bytes < 0 || out_bytes > 65536)
		return fail(e, "ioctl", EINVAL, "the output buffer may have 0 to 65,536 bytes");
	void *in = machine_unhex(text_of(args, "in"), &in_bytes);
	void *out = calloc(1, (size_t)out_bytes + 1);
	json_t *j = NULL;
	if (in && out) {
		NTSTATUS s = nt_io_send(text_of(args, "device"), IRP_MJ_DEVICE_CONTROL,
		                        (uint32_t)json_integer_value(json_object_get(args, "code")), in, in_bytes, out, (size_t)out_bytes,
		                        &returned);
		j = json_pack("{s:I, s:o}", "status", (json_int_t)(uint32_t)s, "data",
		              machine_hex(out, returned < (size_t)out_bytes ? returned : (size_t)out_bytes));
	} else {
		fail(e, "ioctl", EINVAL, "the input buffer is not hex");
	}
	free(in);
	free(out);
	return j;
}

static json_t *verb_policy(struct ram_header *ram, json_t *args, struct verb_error *e)
{
	const char *p = text_of(args, "on_pause");
	(void)ram;
	if (strcmp(p, "upload") && strcmp(p, "hold"))
		return fail(e, "policy", EINVAL, "on_pause is upload or hold, not '%s'", p);
	tcpip_set_on_pause(strcmp(p, "hold") == 0 ? TCPIP_HOLD : TCPIP_UPLOAD);
	return json_object();
}

/* One NIC's counters; the bus is in RAM, so anybody may look. */
static json_t *bus_stats(const struct ram_header *ram, unsigned nic)
{
	struct bus_shared *b = (struct bus_shared *)((char *)(uintptr_t)ram + ram->bus[nic]);
	json_int_t traps = (json_int_t)atomic_load(&b->traps);
	json_int_t posted = (json_int_t)atomic_load(&b->posted_writes);
	json_int_t syncs = (json_int_t)atomic_load(&b->syncs);
	json_int_t irqs = (json_int_t)atomic_load(&b->irqs);
	return json_pack("{s:I, s:I, s:I, s:I}", "traps", traps, "posted", posted, "syncs", syncs, "irqs", irqs);
}

/* "02:00:..." */
static bool mac_of(const char *text, uint8_t mac[6])
{
	unsigned b[6];
	char more;
	if (!text || sscanf(text, "%2x:%2x:%2x:%2x:%2x:%2x%c", &b[0], &b[1], &b[2], &b[3], &b[4], &b[5], &more) != 6)
		return false;
	for (unsigned i = 0; i < 6; i++)
		mac[i] = (uint8_t)b[i];
	return true;
}

static json_t *verb_net_set(struct ram_header *ram, json_t *args, struct verb_error *e)
{
	struct adapter *a = adapter_of(args, e);
	struct tcpip_net_set s = {0};
	json_t *mac = json_object_get(args, "mac"), *mtu = json_object_get(args, "mtu"), *list = json_object_get(args, "multicast"), *v;
	size_t i;
	(void)ram;

	if (!a)
		return NULL;
	if (!a->node)
		return fail(e, "net", ENODEV, "adapter '%s' is not started", a->name);
	s.mac_set = mac != NULL;
	s.mtu_set = mtu != NULL;
	s.filter_set = list != NULL;
	if ((mac && !mac_of(json_string_value(mac), s.mac)) ||
	    (mtu && (!json_is_integer(mtu) || json_integer_value(mtu) < 0 || json_integer_value(mtu) > 0x10000)))
		return fail(e, "net", EINVAL, "mac is aa:bb:cc:dd:ee:ff, mtu a number of bytes");
	s.mtu = (uint32_t)json_integer_value(mtu);
	s.promisc = json_is_true(json_object_get(args, "promisc"));
	s.allmulti = json_is_true(json_object_get(args, "allmulti"));
	json_array_foreach(list, i, v)
	{
		if (s.count < TCPIP_MULTICAST && !mac_of(json_string_value(v), s.multicast[s.count]))
			return fail(e, "net", EINVAL, "a multicast address is aa:bb:cc:dd:ee:ff");
		s.count++;
	}
	if (tcpip_net_set(nt_devnode_pdo(a->node), &s, &e->e)) {
		snprintf(e->klass, sizeof e->klass, "net");
		return NULL;
	}
	return json_object();
}

void machine_net(const void *pdo, json_t *net)
{
	const char *name = NULL;
	for (unsigned i = 0; i < FLUE_NICS; i++)
		if (adapters[i].name[0] && adapters[i].node && nt_devnode_pdo(adapters[i].node) == pdo)
			name = adapters[i].name;
	if (!name) {
		json_decref(net);
		return;
	}
	json_object_set_new(net, "adapter", json_string(name));
	control_tell(MM_NET, net);
}

static json_t *verb_stats(struct ram_header *ram, json_t *args, struct verb_error *e)
{
	struct nt_pool_stats p;
	json_t *nics = json_array();
	(void)args, (void)e;
	nt_pool_stats(&p);
	for (unsigned i = 0; i < ram->nics && i < FLUE_NICS; i++)
		json_array_append_new(nics, bus_stats(ram, i));
	return json_pack("{s:{s:I, s:I, s:I}, s:i, s:o}", "pool", "bytes", (json_int_t)p.bytes, "allocations", (json_int_t)p.allocations,
	                 "peak", (json_int_t)p.peak, "findings", (int)nt_finding_count(), "bus", nics);
}

json_t *verb_run(struct ram_header *ram, uint32_t verb, json_t *args, struct verb_error *e)
{
	static const struct {
		uint32_t verb;
		json_t *(*fn)(struct ram_header *, json_t *, struct verb_error *);
	} table[] = {
	        {MM_REG_SET, verb_reg_set},   {MM_INSPECT, verb_inspect}, {MM_LOAD, verb_load},     {MM_START, verb_start},
	        {MM_DESCRIBE, verb_describe}, {MM_OID, verb_oid},         {MM_PAUSE, verb_pause},   {MM_RESTART, verb_restart},
	        {MM_RESET, verb_reset},       {MM_STOP, verb_stop},       {MM_UNLOAD, verb_unload}, {MM_SHUTDOWN, verb_shutdown},
	        {MM_IOCTL, verb_ioctl},       {MM_POLICY, verb_policy},   {MM_STATS, verb_stats},   {MM_START_AGAIN, verb_start_again},
	        {MM_NET_SET, verb_net_set},
	};
	for (size_t i = 0; i < ARRAY_LEN(table); i++)
		if (table[i].verb == verb)
			return table[i].fn(ram, args, e);
	return fail(e, "protocol", EPROTO, "unknown request %u: lab and machine are not of the same build", verb);
}
