/*
 * Putting a NIC together: driver file, INF, hardware, registry, machine; and taking it apart again.
 */
#include "lab/lab_internal.h"
#include "lab/netdev.h"
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#define DRIVER_MAX (64u << 20)

int lab_read_file(const char *path, size_t limit, void **out, size_t *size, struct err *e)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat st;
	size_t got = 0;
	ssize_t n = 1;

	*out = NULL;
	if (fd < 0)
		return err_set(e, errno, "%s: %s", path, strerror(errno));
	if (fstat(fd, &st) || !S_ISREG(st.st_mode)) {
		close(fd);
		return err_set(e, EINVAL, "%s: not a file", path);
	}
	if ((uint64_t)st.st_size > limit || st.st_size == 0) {
		close(fd);
		return err_set(e, EFBIG, "%s: %s", path, st.st_size ? "too large for a driver (limit 64 MiB)" : "the file is empty");
	}
	*out = malloc((size_t)st.st_size);
	while (*out && got < (size_t)st.st_size && (n = read(fd, (char *)*out + got, (size_t)st.st_size - got)) > 0)
		got += (size_t)n;
	close(fd);
	if (!*out || n < 0) {
		free(*out);
		*out = NULL;
		return err_set(e, *out ? EIO : ENOMEM, "%s: can't be read", path);
	}
	*size = got;
	return 0;
}
const char *lab_name(const struct lab *l)
{
	return l->name;
}
unsigned lab_findings(const struct lab *l)
{
	return l->findings;
}
const char *lab_finding(const struct lab *l, unsigned i)
{
	return i < l->findings && i < ARRAY_LEN(l->finding) ? l->finding[i] : NULL;
}

/* ---- names */
/* The interface's GUID: made of the name, so that it is the same every time (NetCfgInstanceId outlives restarts on Windows too). */
static void make_guid(struct lab *l)
{
	uint64_t h[2] = {0xcbf29ce484222325ull, 0x84222325cbf29ce4ull};

	for (int k = 0; k < 2; k++)
		for (const char *p = l->name; *p; p++)
			h[k] = (h[k] ^ (uint8_t)*p) * 0x100000001b3ull + (uint64_t)k;
	snprintf(l->guid, sizeof(l->guid), "{%08X-%04X-%04X-%04X-%012llX}", (unsigned)(h[0] >> 32), (unsigned)(h[0] >> 16 & 0xffff),
	         (unsigned)(0x4000 | (h[0] & 0xfff)), (unsigned)(0x8000 | (h[1] >> 48 & 0x3fff)),
	         (unsigned long long)(h[1] & 0xffffffffffffull));
}
static int make_name(struct lab *l, const struct lab_options *o, struct err *e)
{
	char path[300];

	if (o->name) {
		if (!lab_name_valid(o->name))
			return err_set(e, EINVAL, "--name %s: letters, digits, _ . - and at most 31 of them", o->name);
		snprintf(l->name, sizeof(l->name), "%s", o->name);
		return 0;
	}
	for (unsigned i = 0; i < 1000; i++) {
		snprintf(l->name, sizeof(l->name), "%.24s%u", l->service, i);
		for (char *c = l->name; *c; c++)
			if (!strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-", *c))
				*c = '_';
		if (!o->keep || lab_socket_path(l->name, path, sizeof(path), NULL) || access(path, F_OK))
			return 0;
	}
	return err_set(e, EEXIST, "no free name for %s: give one with --name", l->service);
}

/* ---- INF and hardware */
static int find_inf(struct lab *l, const struct lab_options *o, struct err *e)
{
	char path[600], *dot;
	int r;

	if (o->inf)
		return inf_load(o->inf, &l->inf, e);
	snprintf(path, sizeof(path) - 8, "%s", o->driver);
	dot = strrchr(path, '.');
	if (!dot || strchr(dot, '/'))
		dot = path + strlen(path);
	strcpy(dot, ".inf");
	if (access(path, F_OK)) {
		strcpy(dot, ".INF");
		if (access(path, F_OK)) {
			snprintf(l->inf_note, sizeof(l->inf_note),
			         "no INF beside the driver: Ethernet defaults, no advanced properties (--inf FILE)");
			return 0;
		}
	}
	r = inf_load(path, &l->inf, e);
	return r;
}
/* Without --nic: the first device of the INF that a model exists for; a root-enumerated device needs none. */
static int model_from_inf(struct lab *l, char *spec, size_t max, struct err *e)
{
	struct inf_model *models;
	unsigned count;
	char first[80] = "", text[400];
	int r = inf_models(l->inf, &inf_target_default, &models, &count, e);
	bool root = false;

	*spec = 0;
	if (r)
		return r;
	for (unsigned i = 0; i < count && !*spec; i++)
		for (unsigned k = 0; k < models[i].id_count && !*spec; k++) {
			const char *id = models[i].ids[k];
			const struct nic_model *m = nic_model_for(id);

			if (strncasecmp(id, "PCI\\", 4))
				root = true;
			else if (!*first)
				snprintf(first, sizeof(first), "%s", id);
			if (m)
				snprintf(spec, max, "%s", m->name);
		}
	inf_models_free(models, count);
	if (*spec || (root && !*first))
		return 0;
	nic_model_missing(first, text, sizeof(text));
	return err_set(e, ENODEV, "%s: %s", l->driver_file, text);
}
static int find_hardware(struct lab *l, const struct lab_options *o, struct lab_error *le)
{
	struct err *e = &le->e;
	char spec[64];
	int r;

	if (!o->nic && l->inf) {
		r = model_from_inf(l, spec, sizeof(spec), e);
		if (r)
			return r;
	} else {
		*spec = 0;
	}
	if (o->nic || *spec) {
		r = nic_create(o->nic ? o->nic : spec, l->name, &l->nic, e);
		if (r) {
			snprintf(le->klass, sizeof(le->klass), o->nic ? "usage" : "nic"); /* a --nic that makes no sense is wrong usage */
			return r;
		}
		nic_hardware_id(l->nic, l->device_id, sizeof(l->device_id));
		snprintf(l->instance_id, sizeof(l->instance_id), "3&2411e6fe&0&18");
	} else {
		snprintf(l->device_id, sizeof(l->device_id), "ROOT\\%.60s", l->service);
		for (char *c = l->device_id; *c; c++)
			*c = (char)(*c >= 'a' && *c <= 'z' ? *c - 32 : *c);
		snprintf(l->instance_id, sizeof(l->instance_id), "0000");
	}
	if (l->inf) {
		r = inf_install(l->inf, l->nic ? l->device_id : NULL, &inf_target_default, &l->install, e);
		if (r)
			return r;
		if (*l->install->notes)
			snprintf(l->inf_note, sizeof(l->inf_note), "%.255s", l->install->notes);
	} else {
		l->install = inf_install_generic(l->service);
		if (!l->install)
			return err_set(e, ENOMEM, "out of memory");
	}
	if (l->install->service && *l->install->service)
		snprintf(l->service, sizeof(l->service), "%s", l->install->service);
	return 0;
}

/* ---- registry */
static char *key_of(const struct lab *l, const struct inf_value *v)
{
	char *out = NULL;
	int n = -1;
	const char *sep = *v->subkey ? "\\" : "";

	switch (v->root) {
	case INF_ADAPTER:
		n = asprintf(&out, "%s%s%s", DRIVER_KEY, sep, v->subkey);
		break;
	case INF_HARDWARE:
		n = asprintf(&out, "%s%s\\%s\\Device Parameters%s%s", ENUM_KEY, l->device_id, l->instance_id, sep, v->subkey);
		break;
	case INF_SERVICE:
		n = asprintf(&out, "%s%s%s%s", SERVICES_KEY, l->service, sep, v->subkey);
		break;
	case INF_ABSOLUTE:
		out = strdup(v->subkey);
		n = out ? 0 : -1;
		break;
	}
	return n < 0 ? NULL : out;
}
/* What Windows itself puts into an adapter's software key besides the INF's values. */
static int add_system_values(struct lab *l)
{
	struct inf_install *i = l->install;
	const struct {
		const char *subkey, *name, *text;
		uint32_t type;
	} v[] = {
	        {"", "NetCfgInstanceId", l->guid, 1},
	        {"", "ComponentId", *i->hardware_id ? i->hardware_id : l->device_id, 1},
	        {"", "MatchingDeviceId", *i->hardware_id ? i->hardware_id : l->device_id, 1},
	        {"", "DriverDesc", i->description, 1},
	        {"", "ProviderName", i->provider, 1},
	        {"", "DriverVersion", i->version, 1},
	        {"", "DriverDate", i->date, 1},
	        {"", "InfPath", l->inf ? l->inf->name : "", 1},
	        {"", "InfSection", i->section, 1},
	        {"", "DeviceInstanceID", l->guid_text, 1},
	        {"", "NetLuidIndex", "32768", 4},
	        {"Linkage", "RootDevice", l->guid, 7},
	        {"Linkage", "UpperBind", "Tcpip", 7},
	};
	char device[80];

	for (size_t k = 0; k < ARRAY_LEN(v); k++)
		if (!inf_value_find(i, INF_ADAPTER, v[k].subkey, v[k].name)) {
			if (v[k].type == 7) {
				uint8_t *wide;
				size_t n = inf_utf16(v[k].text, &wide);
				uint8_t *both = wide ? realloc(wide, n + 2) : NULL;

				if (!both) {
					free(wide);
					return -ENOMEM;
				}
				both[n] = both[n + 1] = 0;
				inf_value_set_raw(i, INF_ADAPTER, v[k].subkey, v[k].name, 7, both, n + 2, 0);
				free(both);
			} else if (inf_value_set(i, INF_ADAPTER, v[k].subkey, v[k].name, v[k].type, v[k].text ? v[k].text : "", 0)) {
				return -ENOMEM;
			}
		}
	snprintf(device, sizeof(device), "\\Device\\%s", l->guid);
	return inf_value_set(i, INF_ADAPTER, "Linkage", "Export", 1, device, 0);
}
/* All values for the machine: installation, then what the store keeps, then --set. */
int lab_adapter_values(struct lab *l, json_t **out, struct err *e)
{
	json_t *values = json_array(), *set = NULL, *v;
	size_t index;
	int r = 0;

	*out = NULL;
	for (unsigned k = 0; values && k < l->install->value_count; k++) {
		const struct inf_value *iv = &l->install->values[k];
		char *key = key_of(l, iv), *hex = report_hex(iv->data, iv->bytes);
		json_t *one = key && hex ? json_pack("{s:s,s:s,s:i,s:s}", "path", key, "name", iv->name, "type", (int)iv->type, "data", hex)
		                         : NULL;

		free(key);
		free(hex);
		if (!one || json_array_append_new(values, one)) {
			json_decref(values);
			return err_set(e, ENOMEM, "%s:%u: value '%s' can't be kept", l->inf ? l->inf->name : "", iv->line, iv->name);
		}
	}
	json_array_foreach((json_t *)store_values(l->store), index, v) json_array_append(values, v);
	if (l->o.set_count) {
		json_t *names = json_object();

		for (unsigned k = 0; k < l->o.set_count && !r; k++) {
			const char *eq = strchr(l->o.set[k], '=');
			char name[128];

			if (!eq || eq == l->o.set[k]) {
				r = err_set(e, EINVAL, "--set %s: NAME=VALUE is wanted", l->o.set[k]);
				break;
			}
			snprintf(name, sizeof(name), "%.*s", (int)(eq - l->o.set[k]), l->o.set[k]);
			json_object_set_new(names, name, json_string(eq + 1));
		}
		if (!r)
			r = lab_keyword_values(l, names, &set, e);
		json_decref(names);
		if (r) {
			json_decref(values);
			return r;
		}
		json_array_extend(values, set);
		json_decref(set);
	}
	*out = values;
	return 0;
}
json_t *lab_adapter_args(const struct lab *l)
{
	return json_pack("{s:s}", "adapter", l->name);
}

/* ---- up and down */
static int on_reg_write(void *ctx, const json_t *value, struct err *e)
{
	struct lab *l = ctx;
	const char *path = json_string_value(json_object_get(value, "path"));
	json_t *list;
	int r;

	/* volatile keys are none of the store's business: only what an installation owns outlives the lab */
	if (!path || (strncasecmp(path, DRIVER_KEY, strlen(DRIVER_KEY)) && strncasecmp(path, SERVICES_KEY, strlen(SERVICES_KEY)) &&
	              strncasecmp(path, ENUM_KEY, strlen(ENUM_KEY))))
		return 0;
	list = json_pack("[O]", value);
	r = list ? store_put_many(l->store, list, e) : -ENOMEM;
	json_decref(list);
	if (r)
		log_line(LOG_ERROR, "%s: %s", l->name, e ? e->text : strerror(-r));
	return r;
}
static void on_state(void *ctx, const char *adapter, const char *state)
{
	struct lab *l = ctx;

	if (adapter && state && !strcmp(adapter, l->name))
		lab_adapter_state(l, state);
}
void lab_adapter_state(struct lab *l, const char *state)
{
	snprintf(l->state, sizeof(l->state), "%s", state);
}
static void on_log(void *ctx, const char *line)
{
	struct lab *l = ctx;

	log_line(LOG_DEBUG, "%s: %s", l->name, line);
}
static void take_describe(struct lab *l, json_t *d)
{
	const char *state = json_string_value(json_object_get(d, "state"));

	json_decref(l->describe);
	l->describe = json_incref(d);
	if (state)
		lab_adapter_state(l, state);
}
static int failed(struct lab *l, struct lab_error *e, const char *what)
{
	int status;

	if (l->machine && machine_over(l->machine, &status)) {
		lab_handle_end(l, e);
		return e->e.code ? e->e.code : -EIO;
	}
	(void)what;
	if (strncmp(e->e.text, l->driver_file, strlen(l->driver_file)))
		err_prefix(&e->e, "%s", l->driver_file);
	return e->e.code ? e->e.code : -EIO;
}
static void on_net(void *ctx, const json_t *net)
{
	lab_netdev_config(ctx, net);
}
/* From nothing to Running. The machine must not exist. */
int lab_bring_up(struct lab *l, struct lab_error *e)
{
	struct machine_config c = {.ram = l->o.ram,
	                           .cpus = l->o.cpus,
	                           .flags = l->o.flags,
	                           .seed = l->o.seed,
	                           .ndis_version = l->o.ndis_version,
	                           .image = l->image,
	                           .image_size = l->image_size,
	                           .nic = l->nic,
	                           .net = lab_netdev_net(l),
	                           .split = l->o.split,
	                           .conns = lab_netdev_conns(l),
	                           .net_config = on_net,
	                           .reg_write = on_reg_write,
	                           .state = on_state,
	                           .log = on_log,
	                           .ctx = l};
	json_t *values, *j;
	int r = lab_adapter_values(l, &values, &e->e);

	if (r)
		return r;
	r = machine_create(&c, &l->machine, &e->e);
	if (r) {
		json_decref(values);
		return r;
	}
	l->hot = true;
	l->quiet_polls = 0;
	j = lab_call(l, MM_REG_SET, json_pack("{s:o}", "values", values), 10000, e);
	json_decref(j);
	if (!j)
		return failed(l, e, "registry");
	if (l->o.on_pause) {
		j = lab_call(l, MM_POLICY, json_pack("{s:s}", "on_pause", l->o.on_pause), 5000, e);
		json_decref(j);
		if (!j)
			return failed(l, e, "policy");
	}
	j = lab_call(l, MM_LOAD, json_pack("{s:s,s:s}", "name", l->driver_file, "service", l->service), START_TIMEOUT, e);
	if (!j)
		return failed(l, e, "load");
	json_decref(l->info);
	l->info = json_incref(json_object_get(j, "info"));
	json_decref(j);
	j = lab_call(l, MM_START,
	             json_pack("{s:s,s:o,s:s,s:s,s:s,s:s}", "adapter", l->name, "nic", l->nic ? json_integer(0) : json_null(), "device_id",
	                       l->device_id, "instance_id", l->instance_id, "driver_key", DRIVER_KEY, "description",
	                       l->install->description),
	             START_TIMEOUT, e);
	if (!j)
		return failed(l, e, "start");
	take_describe(l, j);
	json_decref(j);
	l->up = true;
	lab_drain(l);
	return 0;
}
/* Adapter stopped, driver unloaded, machine gone. Errors are findings: there is nobody left to refuse. */
void lab_take_down(struct lab *l, bool surprise, struct lab_error *e)
{
	json_t *j;
	int status;

	if (!l->machine)
		return;
	l->stopping = true;
	lab_netdev_gone(l);
	if (l->up && !machine_over(l->machine, &status)) {
		j = lab_call(l, MM_STOP, json_pack("{s:s,s:b}", "adapter", l->name, "surprise", surprise), 30000, e);
		if (j) {
			json_decref(j);
			j = lab_call(l, MM_UNLOAD, json_object(), 30000, e);
			json_decref(j);
		}
		if (!j && l->machine && !machine_over(l->machine, &status))
			lab_note_finding(l, "stop", e->e.text);
	}
	lab_drain(l);
	if (l->machine && machine_over(l->machine, &status))
		lab_handle_end(l, e);
	if (l->machine)
		machine_destroy(l->machine);
	l->machine = NULL;
	l->up = false;
}
int lab_open(const struct lab_options *o, struct lab **out, struct lab_error *e)
{
	struct lab *l = calloc(1, sizeof(*l));
	const char *slash = strrchr(o->driver, '/'), *dot;
	int r;

	*out = NULL;
	memset(e, 0, sizeof(*e));
	if (!l)
		return err_set(&e->e, ENOMEM, "out of memory");
	l->o = *o;
	l->signal_fd = l->listen_fd = l->hardware_wake = -1;
	l->started_ns = l->first_ns = clock_mono_ns();
	list_init(&l->history);
	snprintf(l->driver_path, sizeof(l->driver_path), "%s", o->driver);
	snprintf(l->driver_file, sizeof(l->driver_file), "%s", slash ? slash + 1 : o->driver);
	dot = strrchr(l->driver_file, '.');
	snprintf(l->service, sizeof(l->service), "%.*s", dot ? (int)(dot - l->driver_file) : (int)strlen(l->driver_file), l->driver_file);
	lab_adapter_state(l, "Halted");
	r = lab_read_file(o->driver, DRIVER_MAX, &l->image, &l->image_size, &e->e);
	if (!r)
		r = make_name(l, o, &e->e);
	if (!r && o->listen) {
		lab_catch_signals(l); /* from here on an end must take the socket along */
		r = lab_listen(l, &e->e);
	}
	if (!r)
		r = lab_netdev_open(l, e);
	if (!r) {
		make_guid(l);
		r = find_inf(l, o, &e->e);
	}
	if (!r)
		r = lab_trace_init(l, &e->e);
	if (!r)
		r = find_hardware(l, o, e);
	if (!r)
		r = lab_netdev_plug(l, e);
	if (!r) {
		snprintf(l->guid_text, sizeof(l->guid_text), "%.30s\\%.15s", l->device_id, l->instance_id);
		r = add_system_values(l);
	}
	if (!r)
		r = store_open(o->keep ? l->name : NULL, l->service, &l->store, l->store_note, sizeof(l->store_note), &e->e);
	if (!r) {
		l->busy = true; /* an end of the machine is bring-up's to tell */
		r = lab_bring_up(l, e);
		l->busy = false;
	}
	if (r) {
		int code = e->e.code ? e->e.code : r;

		lab_close(l);
		e->e.code = code;
		return code;
	}
	l->served = true;
	*out = l;
	return 0;
}
json_t *lab_inspect(const char *driver, struct lab_error *e)
{
	struct machine_config c = {0};
	struct lab l = {0};
	const char *slash = strrchr(driver, '/');
	json_t *j = NULL;

	memset(e, 0, sizeof(*e));
	list_init(&l.history);
	l.signal_fd = l.listen_fd = l.hardware_wake = -1;
	l.busy = true;
	snprintf(l.driver_file, sizeof(l.driver_file), "%s", slash ? slash + 1 : driver);
	if (lab_read_file(driver, DRIVER_MAX, &l.image, &l.image_size, &e->e))
		return NULL;
	c.image = l.image;
	c.image_size = l.image_size;
	if (!machine_create(&c, &l.machine, &e->e)) {
		j = lab_call(&l, MM_INSPECT, json_pack("{s:s}", "name", l.driver_file), 20000, e);
		if (!j)
			failed(&l, e, "inspect");
		machine_destroy(l.machine);
	}
	lab_trace_exit(&l);
	free(l.image);
	return j;
}
void lab_close(struct lab *l)
{
	struct lab_error e = {0};

	if (!l)
		return;
	lab_take_down(l, false, &e);
	lab_clients_close(l);
	if (l->nic)
		nic_destroy(l->nic);
	lab_netdev_close(l);
	lab_trace_exit(l);
	store_close(l->store);
	inf_install_free(l->install);
	inf_free(l->inf);
	json_decref(l->describe);
	json_decref(l->info);
	for (unsigned i = 0; i < ARRAY_LEN(l->finding); i++)
		free(l->finding[i]);
	if (l->signal_fd >= 0)
		close(l->signal_fd);
	free(l->image);
	free(l);
}
/* What `show` answers: the command's report reads it (src/report/source.c). */
json_t *lab_show(struct lab *l, json_t *describe)
{
	json_t *nic = l->nic ? nic_show(l->nic) : NULL, *findings = json_array(), *j, *netdev = lab_netdev_show(l);

	for (unsigned i = 0; i < l->findings && i < ARRAY_LEN(l->finding); i++)
		json_array_append_new(findings, json_string(l->finding[i]));
	j = json_pack("{s:s,s:s,s:s,s:s,s:s,s:s,s:s,s:O?,s:o?,s:O?,s:i,s:i,s:o,s:s,s:s,s:i,s:s,s:i,s:o}", "name", l->name, "driver_file",
	              l->driver_file, "driver_path", l->driver_path, "service", l->service, "device_id", l->device_id, "instance_id",
	              l->instance_id, "state", l->state, "image", l->info, "nic", nic, "describe", describe ? describe : l->describe,
	              "crashes", (int)l->crashes, "finding_count", (int)l->findings, "findings", findings, "inf",
	              l->inf ? l->inf->name : "", "note", *l->inf_note ? l->inf_note : l->store_note, "pid", (int)getpid(), "description",
	              l->install->description, "machine_pid", l->machine ? (int)machine_pid(l->machine) : 0, "sandbox", lab_sandbox(l));
	if (netdev)
		json_object_set_new(j, "netdev", netdev);
	return j;
}
