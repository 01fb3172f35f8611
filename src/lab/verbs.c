/*
 * What one may ask a lab: the verbs of the control socket, which one-shot commands and libflue use too.
 *
 *   show                                -> everything known of the NIC (lab_show)
 *   oid {type,oid,in,out,method_id,port,timeout_ms,path}   -> {status,status_name,written,read,needed,supported_revision,data}
 *   parameters {set:["NAME=VALUE"]}     OID_TCP_OFFLOAD_PARAMETERS -> {status,..., lines:[...], events:[...], show}
 *   keywords                            -> {rows}
 *   keywords {set:{NAME:VALUE}, restart:bool} -> {rows, restarted, lines}
 *   nic                                 -> nic_show();  nic {set:{NAME:VALUE}} -> {nic, lines, events}
 *   connections                         -> {connections:[...], chimney:{...}};  connections {set:{mode,...}}: the policy
 *   restart, reset, pause, resume, remove, stop
 *   log {view, tail}                    -> {lines, events}
 *   stats                               -> the machine's MM_STATS
 *   policy {on_pause}, ioctl {device,code,in,out}
 * watch, publish, channel and lost need the connection itself: control.c.
 */
#include "lab/lab_internal.h"
#include "lab/netdev.h"
#include "trace/names.h"
#include <stdlib.h>
#include <string.h>

#define SETTLE_MS      15
#define SETTLE_MOST_MS 2000
#define OID_TIMEOUT    15000

struct asked {
	struct lab *lab;
	lab_done done;
	void *ctx;
};
static void fail(lab_done done, void *ctx, int code, const char *klass, const char *fmt, ...) __attribute__((format(printf, 5, 6)));
static void fail(lab_done done, void *ctx, int code, const char *klass, const char *fmt, ...)
{
	struct lab_error e = {0};
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(e.e.text, sizeof(e.e.text), fmt, ap);
	va_end(ap);
	e.e.code = -code;
	snprintf(e.klass, sizeof(e.klass), "%s", klass);
	done(ctx, NULL, &e);
}
static void fail_with(lab_done done, void *ctx, const struct machine_error *m)
{
	struct lab_error e = {.e = m->e, .has_status = m->has_status, .status = m->status};

	snprintf(e.klass, sizeof(e.klass), "%s", m->klass);
	done(ctx, NULL, &e);
}
static void give(lab_done done, void *ctx, json_t *result)
{
	if (result)
		done(ctx, result, NULL);
	else
		fail(done, ctx, ENOMEM, "lab", "out of memory");
	json_decref(result);
}

/* ---- history as lines */
static int by_time(const void *a, const void *b)
{
	const struct history_record *const *x = a, *const *y = b;

	return (*x)->head.time_ns < (*y)->head.time_ns ? -1 : (*x)->head.time_ns > (*y)->head.time_ns;
}
/* What the host stack says about an event stands on the event's line: a note belongs to the latest status or answer of its name, if that is
 * near. */
static const struct history_record *belongs(const struct history_record **pick, size_t i)
{
	char name[160], other[160];

	if (pick[i]->head.type != TRACE_NOTE)
		return NULL;
	trace_head_name(&pick[i]->head, name, sizeof(name));
	for (size_t k = i; k-- > 0 && i - k <= 8;) {
		if (pick[k]->head.type != TRACE_STATUS && pick[k]->head.type != TRACE_OID_DONE)
			continue;
		trace_head_name(&pick[k]->head, other, sizeof(other));
		if (!strcmp(name, other))
			return pick[k];
	}
	return NULL;
}
/* Records since `from` in a view, oldest first, both as text and as JSON. */
static void add_lines(struct lab *l, json_t *result, enum report_view view, uint64_t from, size_t tail)
{
	json_t *lines = json_array(), *events = json_array();
	const struct history_record **pick = NULL;
	size_t count = 0, room = 0;
	uint64_t t0 = from;

	list_each(p, &l->history)
	{
		const struct history_record *r = base_container_of(p, struct history_record, link);

		if (r->head.time_ns < from || !report_trace_in(&r->head, view))
			continue;
		if (count == room) {
			size_t more_room = room ? room * 2 : 256;
			const struct history_record **more = realloc(pick, more_room * sizeof(*more));

			if (!more)
				break;
			pick = more;
			room = more_room;
		}
		pick[count++] = r;
	}
	if (count)
		qsort(pick, count, sizeof(*pick), by_time);
	if (count && view == RV_OFFLOAD)
		t0 = pick[0]->head.time_ns; /* keeping the keyword took its time before */
	for (size_t i = tail && tail < count ? count - tail : 0; i < count; i++) {
		char text[1400];

		json_array_append_new(events, report_trace_json(&pick[i]->head, t0));
		if (view == RV_OFFLOAD && belongs(pick, i))
			continue;
		report_trace_line(&pick[i]->head, t0, text, sizeof(text));
		for (size_t k = i + 1; view == RV_OFFLOAD && k < count; k++)
			if (belongs(pick, k) == pick[i])
				report_trace_append(text, sizeof(text), &pick[k]->head);
		json_t *s = json_string(text);

		json_array_append_new(lines, s ? s : json_string("(text that is not UTF-8)"));
	}
	free(pick);
	json_object_set_new(result, "lines", lines);
	json_object_set_new(result, "events", events);
}

/* ---- the simple ones */
static void on_show(void *ctx, json_t *ok, const struct machine_error *e)
{
	struct asked *a = ctx;
	const char *state = json_string_value(json_object_get(ok, "state"));

	if (ok && state)
		lab_adapter_state(a->lab, state);
	if (e)
		fail_with(a->done, a->ctx, e);
	else
		give(a->done, a->ctx, lab_show(a->lab, ok));
	free(a);
}
static struct asked *asked_new(struct lab *l, lab_done done, void *ctx)
{
	struct asked *a = malloc(sizeof(*a));

	if (a)
		*a = (struct asked){l, done, ctx};
	else
		fail(done, ctx, ENOMEM, "lab", "out of memory");
	return a;
}
static void verb_show(struct lab *l, json_t *args, lab_done done, void *ctx)
{
	struct asked *a;

	(void)args;
	lab_drain(l);
	if (!l->up) {
		give(done, ctx, lab_show(l, NULL));
		return;
	}
	a = asked_new(l, done, ctx);
	if (a)
		machine_send(l->machine, MM_DESCRIBE, lab_adapter_args(l), 10000, on_show, a);
}
static json_t *with_status(json_t *ok)
{
	uint32_t status = (uint32_t)json_integer_value(json_object_get(ok, "status"));
	const char *name = trace_status_name(status);
	char number[16];

	snprintf(number, sizeof(number), "0x%08X", status);
	json_object_set_new(ok, "status_name", json_string(name ? name : number));
	return json_incref(ok);
}
static void on_plain(void *ctx, json_t *ok, const struct machine_error *e)
{
	struct asked *a = ctx;

	if (e)
		fail_with(a->done, a->ctx, e);
	else
		give(a->done, a->ctx, json_incref(ok));
	free(a);
}
static void on_oid(void *ctx, json_t *ok, const struct machine_error *e)
{
	struct asked *a = ctx;

	if (e)
		fail_with(a->done, a->ctx, e);
	else
		give(a->done, a->ctx, with_status(ok));
	free(a);
}
static bool running(struct lab *l, lab_done done, void *ctx)
{
	if (l->up && l->machine)
		return true;
	fail(done, ctx, ENODEV, "state", "%s is %s: flue restart %s starts it", l->name, l->state, l->name);
	return false;
}
static void verb_oid(struct lab *l, json_t *args, lab_done done, void *ctx)
{
	struct asked *a = running(l, done, ctx) ? asked_new(l, done, ctx) : NULL;
	json_t *copy;
	json_int_t limit = json_integer_value(json_object_get(args, "timeout_ms"));

	if (!a)
		return;
	copy = json_copy(args);
	json_object_set_new(copy, "adapter", json_string(l->name));
	json_object_del(copy, "verb");
	json_object_del(copy, "id");
	machine_send(l->machine, MM_OID, copy, limit > 0 && limit < 600000 ? (unsigned)limit + 2000 : OID_TIMEOUT, on_oid, a);
}
static void verb_pass(struct lab *l, uint32_t mm, json_t *args, lab_done done, void *ctx)
{
	struct asked *a = running(l, done, ctx) ? asked_new(l, done, ctx) : NULL;

	if (a)
		machine_send(l->machine, mm, json_incref(args), 10000, on_plain, a);
}
static void verb_stats(struct lab *l, json_t *args, lab_done done, void *ctx)
{
	verb_pass(l, MM_STATS, args, done, ctx);
}
static void verb_policy(struct lab *l, json_t *args, lab_done done, void *ctx)
{
	verb_pass(l, MM_POLICY, args, done, ctx);
}
static void verb_ioctl(struct lab *l, json_t *args, lab_done done, void *ctx)
{
	verb_pass(l, MM_IOCTL, args, done, ctx);
}
static void verb_log(struct lab *l, json_t *args, lab_done done, void *ctx)
{
	const char *view = json_string_value(json_object_get(args, "view"));
	json_t *j = json_object();

	lab_drain(l);
	add_lines(l, j,
	          !view || !strcmp(view, "log") ? RV_LOG
	          : !strcmp(view, "all")        ? RV_ALL
	          : !strcmp(view, "offload")    ? RV_OFFLOAD
	                                        : RV_BOUNDARY,
	          l->first_ns, (size_t)json_integer_value(json_object_get(args, "tail")));
	give(done, ctx, j);
}

/* ---- those that change something: one at a time, waiting inside */
/* A call that failed because the driver died says how it died. */
static void explain(struct lab *l, struct lab_error *e)
{
	int status;

	if (l->machine && machine_over(l->machine, &status)) {
		lab_handle_end(l, e);
		l->restart_at = l->o.on_crash == LAB_RESTART ? clock_mono_ns() + 200000000ull : 0;
	}
}
static json_t *describe_now(struct lab *l)
{
	struct lab_error e = {0};
	json_t *d = l->up ? lab_call(l, MM_DESCRIBE, lab_adapter_args(l), 10000, &e) : NULL, *j;
	const char *state = json_string_value(json_object_get(d, "state"));

	if (state)
		lab_adapter_state(l, state);
	j = lab_show(l, d);
	json_decref(d);
	return j;
}
static json_t *do_parameters(struct lab *l, json_t *args, struct lab_error *e)
{
	json_t *set = json_object_get(args, "set"), *v, *describe, *j;
	struct report_nic nic;
	uint8_t buf[64];
	size_t size, i;
	uint64_t from;
	char *hex;

	describe = describe_now(l);
	report_nic_from_json(describe, &nic);
	json_decref(describe);
	size = report_parameters_init(buf, sizeof(buf), nic.ndis_version);
	json_array_foreach(set, i, v)
	{
		const char *text = json_string_value(v), *eq = text ? strchr(text, '=') : NULL;
		char name[96];

		if (!eq) {
			err_set(&e->e, EINVAL, "'%s': NAME=VALUE is wanted, as TcpConnectionIPv6=off", text ? text : "?");
			snprintf(e->klass, sizeof(e->klass), "usage");
			return NULL;
		}
		snprintf(name, sizeof(name), "%.*s", (int)(eq - text), text);
		if (report_parameters_set(buf, size, name, eq + 1, &e->e)) {
			snprintf(e->klass, sizeof(e->klass), "usage");
			return NULL;
		}
	}
	lab_drain(l);
	l->pauses = l->resumes = 0;
	from = clock_mono_ns();
	hex = report_hex(buf, size);
	j = lab_call(l, MM_OID,
	             json_pack("{s:s,s:s,s:I,s:s,s:i}", "adapter", l->name, "type", "set", "oid", (json_int_t)0xFC01020C, "in",
	                       hex ? hex : "", "out", 0),
	             OID_TIMEOUT, e);
	free(hex);
	if (!j) {
		explain(l, e);
		return NULL;
	}
	json_decref(with_status(j));
	lab_settle(l, SETTLE_MS, SETTLE_MOST_MS);
	add_lines(l, j, RV_OFFLOAD, from, 0);
	json_object_set_new(j, "show", describe_now(l));
	return j;
}
static json_t *do_restart(struct lab *l, json_t *args, struct lab_error *e)
{
	json_t *j;
	uint64_t from = clock_mono_ns();

	(void)args;
	if (l->machine && l->up) {
		j = lab_call(l, MM_START_AGAIN, lab_adapter_args(l), START_TIMEOUT, e);
		if (!j) {
			explain(l, e);
			return NULL;
		}
		json_decref(j);
	} else {
		lab_take_down(l, false, e);
		l->stopping = false;
		l->restart_at = 0;
		l->restarts = 0;
		memset(e, 0, sizeof(*e));
		if (lab_bring_up(l, e)) {
			machine_destroy(l->machine);
			l->machine = NULL;
			return NULL;
		}
	}
	lab_drain(l);
	j = json_object();
	add_lines(l, j, RV_BOUNDARY, from, 0);
	json_object_set_new(j, "show", describe_now(l));
	return j;
}
static json_t *do_keywords(struct lab *l, json_t *args, struct lab_error *e)
{
	json_t *set = json_object_get(args, "set"), *values, *j, *r;
	bool restart = !json_is_false(json_object_get(args, "restart"));

	if (!set)
		return json_pack("{s:o,s:s,s:s}", "rows", lab_keywords(l), "store", store_path(l->store), "note", l->inf_note);
	if (lab_keyword_values(l, set, &values, &e->e)) {
		snprintf(e->klass, sizeof(e->klass), "usage");
		return NULL;
	}
	if (store_put_many(l->store, values, &e->e)) {
		json_decref(values);
		snprintf(e->klass, sizeof(e->klass), "store");
		return NULL;
	}
	j = l->machine ? lab_call(l, MM_REG_SET, json_pack("{s:o}", "values", values), 10000, e) : json_object();
	if (!l->machine)
		json_decref(values);
	if (!j) {
		explain(l, e);
		return NULL;
	}
	json_decref(j);
	j = NULL;
	if (restart && l->up) {
		j = do_restart(l, args, e);
		if (!j)
			return NULL;
	}
	r = json_pack("{s:o,s:s,s:b}", "rows", lab_keywords(l), "store", store_path(l->store), "restarted", restart && j);
	if (j)
		json_object_update(r, j);
	json_decref(j);
	return r;
}
static json_t *do_nic(struct lab *l, json_t *args, struct lab_error *e)
{
	json_t *set = json_object_get(args, "set"), *v, *j;
	const char *name;
	uint64_t from;

	if (!l->nic) {
		err_set(&e->e, ENODEV, "%s has no hardware: its device is %s", l->name, l->device_id);
		return NULL;
	}
	if (!set)
		return nic_show(l->nic);
	lab_drain(l);
	l->pauses = l->resumes = 0;
	from = clock_mono_ns();
	json_object_foreach(set, name, v) if (nic_set(l->nic, name, json_string_value(v) ? json_string_value(v) : "", &e->e))
	{
		snprintf(e->klass, sizeof(e->klass), "usage");
		return NULL;
	}
	lab_settle(l, SETTLE_MS * 2, SETTLE_MOST_MS);
	j = json_pack("{s:o}", "nic", nic_show(l->nic));
	add_lines(l, j, RV_OFFLOAD, from, 0);
	json_object_set_new(j, "show", describe_now(l));
	return j;
}
static json_t *state_change(struct lab *l, uint32_t mm, struct lab_error *e)
{
	uint64_t from = clock_mono_ns();
	json_t *j = lab_call(l, mm, lab_adapter_args(l), 30000, e);

	if (!j) {
		explain(l, e);
		return NULL;
	}
	json_decref(j);
	lab_drain(l);
	j = json_object();
	add_lines(l, j, RV_BOUNDARY, from, 0);
	json_object_set_new(j, "show", describe_now(l));
	return j;
}
static json_t *do_reset(struct lab *l, json_t *args, struct lab_error *e)
{
	(void)args;
	return state_change(l, MM_RESET, e);
}
static json_t *do_pause(struct lab *l, json_t *args, struct lab_error *e)
{
	(void)args;
	return state_change(l, MM_PAUSE, e);
}
static json_t *do_resume(struct lab *l, json_t *args, struct lab_error *e)
{
	(void)args;
	return state_change(l, MM_RESTART, e);
}
static json_t *do_remove(struct lab *l, json_t *args, struct lab_error *e)
{
	uint64_t from = clock_mono_ns();
	json_t *j = lab_call(l, MM_STOP, json_pack("{s:s,s:b}", "adapter", l->name, "surprise", 1), 30000, e);

	(void)args;
	if (!j) {
		explain(l, e);
		return NULL;
	}
	json_decref(j);
	l->up = false;
	lab_adapter_state(l, "Removed");
	lab_drain(l);
	j = json_object();
	add_lines(l, j, RV_BOUNDARY, from, 0);
	json_object_set_new(j, "show", lab_show(l, NULL));
	return j;
}
static json_t *do_stop(struct lab *l, json_t *args, struct lab_error *e)
{
	json_t *j, *findings = json_array();

	(void)args;
	lab_take_down(l, false, e);
	l->quit = true;
	for (unsigned i = 0; i < l->findings && i < ARRAY_LEN(l->finding); i++)
		json_array_append_new(findings, json_string(l->finding[i]));
	j = json_pack("{s:s,s:i,s:o,s:i,s:i}", "name", l->name, "finding_count", (int)l->findings, "findings", findings, "crashes",
	              (int)l->crashes, "pid", (int)getpid());
	if (e->e.code && *e->klass)
		json_object_set_new(j, "crash", json_string(e->e.text));
	memset(e, 0, sizeof(*e));
	return j;
}

static void verb_connections(struct lab *l, json_t *args, lab_done done, void *ctx)
{
	struct lab_error e = {0};
	json_t *j = lab_netdev_connections(l, json_object_get(args, "set"), &e);

	if (j)
		give(done, ctx, j);
	else
		done(ctx, NULL, &e);
}
static const struct verb {
	const char *name;
	void (*later)(struct lab *l, json_t *args, lab_done done, void *ctx); /* answers when the machine does */
	json_t *(*now)(struct lab *l, json_t *args, struct lab_error *e);     /* exclusive: runs the loop while it waits */
	bool needs_running;
} verbs[] = {
        {"show", verb_show, NULL, false},
        {"oid", verb_oid, NULL, true},
        {"stats", verb_stats, NULL, true},
        {"policy", verb_policy, NULL, true},
        {"ioctl", verb_ioctl, NULL, true},
        {"log", verb_log, NULL, false},
        {"parameters", NULL, do_parameters, true},
        {"keywords", NULL, do_keywords, false},
        {"nic", NULL, do_nic, false},
        {"restart", NULL, do_restart, false},
        {"reset", NULL, do_reset, true},
        {"pause", NULL, do_pause, true},
        {"connections", verb_connections, NULL, false},
        {"resume", NULL, do_resume, true},
        {"remove", NULL, do_remove, true},
        {"stop", NULL, do_stop, false},
};
void lab_verb(struct lab *l, const char *verb, json_t *args, lab_done done, void *ctx)
{
	for (size_t i = 0; i < ARRAY_LEN(verbs); i++) {
		const struct verb *v = &verbs[i];
		struct lab_error e = {0};
		json_t *result;

		if (strcmp(v->name, verb))
			continue;
		if (v->needs_running && !running(l, done, ctx))
			return;
		if (v->later) {
			v->later(l, args, done, ctx);
			return;
		}
		if (l->busy) {
			fail(done, ctx, EBUSY, "busy", "%s is busy with another change: try again", l->name);
			return;
		}
		l->busy = true;
		result = v->now(l, args, &e);
		l->busy = false;
		if (result)
			give(done, ctx, result);
		else
			done(ctx, NULL, &e);
		return;
	}
	fail(done, ctx, EOPNOTSUPP, "verb", "unknown verb '%s'", verb);
}

struct waited {
	bool done;
	json_t *result;
	struct lab_error e;
};
static void waited(void *ctx, json_t *result, const struct lab_error *e)
{
	struct waited *w = ctx;

	w->done = true;
	w->result = json_incref(result);
	if (e)
		w->e = *e;
}
json_t *lab_verb_wait(struct lab *l, const char *verb, json_t *args, struct lab_error *e)
{
	struct waited w = {0};

	lab_verb(l, verb, args, waited, &w);
	while (!w.done)
		lab_step(l, -1);
	json_decref(args);
	*e = w.e;
	return w.result;
}
