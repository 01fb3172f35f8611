/* The commands that ask a NIC something. */
#include "cli/cli.h"
#include "trace/names.h"
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static void print_lines(const json_t *j)
{
	json_t *v;
	size_t i;

	json_array_foreach(json_object_get(j, "lines"), i, v) printf("%s\n", json_string_value(v));
}
/* Asks, prints the answer by `print` or as JSON. */
static int simple(struct cli *c, const char *what, const char *verb, json_t *args, int (*print)(struct cli *c, json_t *j))
{
	struct cli_target t;
	struct lab_error e;
	json_t *j;
	int r = cli_target_open(c, what, &t);

	if (r) {
		json_decref(args);
		return r;
	}
	j = cli_ask(&t, verb, args, &e);
	if (!j)
		return cli_target_close(&t, cli_lab_error(&e));
	r = print(c, j);
	json_decref(j);
	return cli_target_close(&t, r);
}
/* NAME=VALUE arguments from `first` on as an object. */
static json_t *pairs(struct cli *c, unsigned first, bool force)
{
	json_t *set = json_object();

	for (unsigned i = first; i < c->count; i++) {
		const char *eq = strchr(c->args[i], '=');
		char name[160];

		if (!eq || eq == c->args[i]) {
			cli_error(CLI_USAGE, "'%s': NAME=VALUE is wanted", c->args[i]);
			json_decref(set);
			return NULL;
		}
		snprintf(name, sizeof(name), "%s%.*s", force ? "!" : "", (int)(eq - c->args[i]), c->args[i]);
		json_object_set_new(set, name, json_string(eq + 1));
	}
	return set;
}

/* ---- ls */
struct listing {
	json_t *rows;
	bool json;
};
static void list_one(void *ctx, const char *name)
{
	struct listing *l = ctx;
	struct lab_error e = {0};
	struct control *control;
	struct report_nic *n;
	json_t *j;

	if (control_open(name, &control, &e.e))
		return;
	j = control_call(control, "show", NULL, 5000, NULL, &e);
	control_close(control);
	n = calloc(1, sizeof(*n));
	if (j && n) {
		report_nic_from_json(j, n);
		if (l->json)
			json_array_append_new(l->rows,
			                      json_pack("{s:s,s:s,s:s,s:s,s:s,s:O?}", "name", n->name, "driver", n->driver, "ndis", n->ndis,
			                                "device", n->device, "state", n->state, "pid", json_object_get(j, "pid")));
		else
			report_line(stdout, n);
	} else if (!l->json) {
		printf("%s   (does not answer: %s)\n", name, e.e.text);
	}
	free(n);
	json_decref(j);
}
int cli_ls(struct cli *c)
{
	struct listing l = {json_array(), c->json};
	int n = control_each(list_one, &l);

	if (c->json)
		cli_print_json(l.rows);
	else
		json_decref(l.rows);
	if (!n && !c->json)
		fprintf(stderr, "no NIC is running\n");
	return CLI_OK;
}

/* ---- show, offloads */
static int print_show(struct cli *c, json_t *j)
{
	struct report_nic *n = calloc(1, sizeof(*n));

	if (c->json) {
		cli_print_json(json_incref(j));
	} else if (n) {
		report_nic_from_json(j, n);
		report_show_text(stdout, n);
	}
	free(n);
	return CLI_OK;
}
int cli_show(struct cli *c)
{
	return simple(c, c->args[0], "show", NULL, print_show);
}
static int print_offloads(struct cli *c, json_t *j)
{
	struct report_nic *n = calloc(1, sizeof(*n));

	if (!n)
		return CLI_FAILED;
	report_nic_from_json(j, n);
	if (c->json) {
		cli_print_json(report_offloads_json(n));
	} else {
		report_line(stdout, n);
		report_offloads_text(stdout, n, cli_has(c, "--all"));
	}
	free(n);
	return CLI_OK;
}
static int print_parameters(struct cli *c, json_t *j)
{
	json_int_t status = json_integer_value(json_object_get(j, "status"));
	const char *name = json_string_value(json_object_get(j, "status_name"));
	json_t *line;
	size_t i;

	if (c->json)
		cli_print_json(json_incref(j));
	else
		print_lines(j);
	json_array_foreach(json_object_get(j, "lines"), i,
	                   line) if ((uint32_t)status &&
	                             strstr(json_string_value(line),
	                                    "can't be kept")) return cli_error(CLI_FAILED,
	                                                                       "not set, because its keyword can't be kept: make room in "
	                                                                       "the state directory, or set FLUE_STATE");
	if ((uint32_t)status) {
		fprintf(stderr,
		        "flue: the driver refused: OID_TCP_OFFLOAD_PARAMETERS completed with %s; the keywords were written before (flue "
		        "keywords shows them)\n",
		        name ? name : "?");
		return CLI_FINDINGS;
	}
	return CLI_OK;
}
int cli_offloads(struct cli *c)
{
	json_t *set;

	if (c->count == 1)
		return simple(c, c->args[0], "show", NULL, print_offloads);
	set = json_array();
	for (unsigned i = 1; i < c->count; i++)
		json_array_append_new(set, json_string(c->args[i]));
	return simple(c, c->args[0], "parameters", json_pack("{s:o}", "set", set), print_parameters);
}

/* ---- keywords */
static int print_keywords(struct cli *c, json_t *j)
{
	json_t *rows = json_object_get(j, "rows"), *show = json_object_get(j, "show"), *some;
	const char *note = json_string_value(json_object_get(j, "note"));
	json_t *row;
	size_t i;

	if (c->json) {
		cli_print_json(json_incref(j));
		return CLI_OK;
	}
	some = json_array();
	json_array_foreach(rows, i, row)
	{ /* after a change: the rows that it was about */
		const char *keyword = json_string_value(json_object_get(row, "keyword"));
		bool wanted = c->count == 1;

		for (unsigned k = 1; k < c->count && keyword; k++)
			wanted |= !strncasecmp(c->args[k], keyword, strlen(keyword)) && c->args[k][strlen(keyword)] == '=';
		if (wanted)
			json_array_append(some, row);
	}
	report_keywords_text(stdout, some);
	json_decref(some);
	if (note && *note && c->count == 1)
		printf("    %s\n", note);
	if (json_is_true(json_object_get(j, "restarted")))
		printf("%s restarted: Miniport %s\n", c->args[0], json_string_value(json_object_get(show, "state")));
	else if (c->count > 1)
		printf("written; %s reads it at its next start (flue restart %s)\n", c->args[0], c->args[0]);
	return CLI_OK;
}
int cli_keywords(struct cli *c)
{
	json_t *set;

	if (c->count == 1)
		return simple(c, c->args[0], "keywords", NULL, print_keywords);
	set = pairs(c, 1, cli_has(c, "--force"));
	if (!set)
		return CLI_USAGE;
	return simple(c, c->args[0], "keywords", json_pack("{s:o,s:b}", "set", set, "restart", !cli_has(c, "--no-restart")),
	              print_keywords);
}

/* ---- oid */
static int oid_number(const char *text, uint32_t *oid)
{
	char *end;
	unsigned long v = strtoul(text, &end, 0);
	const struct trace_name *t;
	const char **names, *near;
	size_t n;

	if (end != text && !*end && v <= UINT32_MAX) {
		*oid = (uint32_t)v;
		return 0;
	}
	if (!trace_oid_by_name(text, oid))
		return 0;
	t = trace_oid_table(&n);
	names = calloc(n, sizeof(*names));
	for (size_t i = 0; names && i < n; i++)
		names[i] = t[i].name;
	near = names ? report_suggest(text, names, n) : NULL;
	free(names);
	if (near)
		return cli_error(CLI_USAGE, "there is no OID '%s'; did you mean %s?", text, near);
	return cli_error(CLI_USAGE, "there is no OID '%s' (a name, or a number such as 0xFC01020B)", text);
}
static uint32_t shown_oid;
static int print_oid(struct cli *c, json_t *j)
{
	const char *hex = json_string_value(json_object_get(j, "data")), *name = trace_oid_name(shown_oid),
	           *status_name = json_string_value(json_object_get(j, "status_name"));
	uint32_t status = (uint32_t)json_integer_value(json_object_get(j, "status"));
	uint8_t *bytes = malloc(65536);
	int n = hex && bytes ? report_unhex(hex, bytes, 65536) : 0;
	char number[16];

	snprintf(number, sizeof(number), "0x%08X", shown_oid);
	if (c->json) {
		json_t *copy = json_copy(j);

		json_object_set_new(copy, "oid", json_integer(shown_oid));
		json_object_set_new(copy, "name", json_string(name ? name : number));
		if (hex && n >= 0)
			json_object_set_new(copy, "decoded", report_oid_json(shown_oid, bytes, (size_t)n));
		cli_print_json(copy);
	} else if (!status) {
		printf("%s (%s)\n", name ? name : "OID", number);
		if (hex && n >= 0)
			report_oid_text(stdout, shown_oid, bytes, (size_t)n);
		else
			printf("    %s, %lld bytes read\n", status_name ? status_name : "done",
			       (long long)json_integer_value(json_object_get(j, "read")));
	}
	free(bytes);
	if (!status)
		return CLI_OK;
	if (json_integer_value(json_object_get(j, "needed")))
		fprintf(stderr, "flue: %s: %s (0x%08X), it needs %lld bytes\n", name ? name : number, status_name ? status_name : "failed",
		        status, (long long)json_integer_value(json_object_get(j, "needed")));
	else
		fprintf(stderr, "flue: %s: %s (0x%08X)\n", name ? name : number, status_name ? status_name : "failed", status);
	return CLI_FINDINGS;
}
static unsigned long option_number(struct cli *c, const char *name, unsigned long fallback)
{
	const char *v = cli_value(c, name);

	return v ? strtoul(v, NULL, 0) : fallback;
}
static json_t *oid_request(struct cli *c, const char *type, uint32_t oid, const char *in, unsigned long out)
{
	const char *path = cli_value(c, "--path");

	return json_pack("{s:s,s:I,s:s,s:I,s:I,s:I,s:i}", "type", type, "oid", (json_int_t)oid, "in", in, "out", (json_int_t)out,
	                 "method_id", (json_int_t)option_number(c, "--method", 0), "timeout_ms",
	                 (json_int_t)option_number(c, "--timeout", 0), "path",
	                 !path || !strcmp(path, "ordinary") ? 0
	                 : !strcmp(path, "direct")          ? 1
	                                                    : 2);
}
static int oid_list(struct cli *c)
{
	struct cli_target t;
	struct lab_error e;
	json_t *j, *names;
	const char *hex;
	uint8_t *bytes;
	int n, r = cli_target_open(c, c->args[1], &t);

	if (r)
		return r;
	j = cli_ask(&t, "oid", oid_request(c, "query", 0x00010101, "", 16384), &e);
	if (!j)
		return cli_target_close(&t, cli_lab_error(&e));
	hex = json_string_value(json_object_get(j, "data"));
	bytes = malloc(65536);
	n = hex && bytes ? report_unhex(hex, bytes, 65536) : -1;
	if (n < 0) {
		r = cli_error(CLI_FINDINGS, "OID_GEN_SUPPORTED_LIST: %s", json_string_value(json_object_get(j, "status_name")));
	} else {
		names = json_array();
		for (int i = 0; i + 4 <= n; i += 4) {
			uint32_t v;
			const char *name;

			memcpy(&v, bytes + i, 4);
			name = trace_oid_name(v);
			if (c->json)
				json_array_append_new(names, json_pack("{s:I,s:s?}", "oid", (json_int_t)v, "name", name));
			else
				printf("0x%08X  %s\n", v, name ? name : "(vendor)");
		}
		if (c->json)
			cli_print_json(json_incref(names));
		json_decref(names);
	}
	free(bytes);
	json_decref(j);
	return cli_target_close(&t, r);
}
int cli_oid(struct cli *c)
{
	const char *what = c->args[0], *in = "";
	static uint8_t buf[65536];
	struct err e = {0};
	uint32_t oid;
	char *hex = NULL;
	int n, r;

	if (!strcmp(what, "list"))
		return c->count == 2 ? oid_list(c) : cli_error(CLI_USAGE, "flue oid list NIC");
	if (strcmp(what, "get") && strcmp(what, "set"))
		return cli_error(CLI_USAGE, "flue oid %s: get, set or list", what);
	if (c->count < 3)
		return cli_error(CLI_USAGE, "flue oid %s NIC OID%s: the OID is missing", what, *what == 's' ? " VALUE" : "");
	r = oid_number(c->args[2], &oid);
	if (r)
		return r;
	shown_oid = oid;
	if (*what == 's' || c->count > 3) {
		n = report_oid_encode(oid, c->args + 3, (int)c->count - 3, 0x00060054, buf, sizeof(buf), &e);
		if (n < 0)
			return cli_error(CLI_USAGE, "%s", e.text);
		hex = report_hex(buf, (size_t)n);
		in = hex ? hex : "";
	}
	r = simple(c, c->args[1], "oid",
	           oid_request(c,
	                       cli_has(c, "--method") ? "method"
	                       : *what == 's'         ? "set"
	                                              : "query",
	                       oid, in, *what == 's' && !cli_has(c, "--method") ? 0 : option_number(c, "--size", 4096)),
	           print_oid);
	free(hex);
	return r;
}

/* ---- watch, log */
static volatile sig_atomic_t interrupted;
static void on_interrupt(int s)
{
	(void)s;
	interrupted = 1;
}
int cli_watch(struct cli *c)
{
	struct sigaction sa = {.sa_handler = on_interrupt};
	const char *v = cli_value(c, "--view");
	unsigned long left = option_number(c, "--count", 0);
	struct lab_error e = {0};
	struct control *k;
	json_t *j;

	if (cli_value(c, "--read"))
		return c->count ? cli_error(CLI_USAGE, "flue watch: a NIC, or --read FILE") : cli_watch_file(c, cli_value(c, "--read"));
	if (!c->count)
		return cli_error(CLI_USAGE, "flue watch: which NIC? flue ls lists them");
	if (control_open(c->args[0], &k, &e.e))
		return cli_lab_error(&e);
	j = control_call(k, "watch", json_pack("{s:s}", "view", v ? v : "boundary"), 0, NULL, &e);
	if (!j) {
		control_close(k);
		return cli_lab_error(&e);
	}
	json_decref(j);
	sigaction(SIGINT, &sa, NULL);
	setvbuf(stdout, NULL, _IOLBF, 0);
	while (!interrupted && (j = control_next(k, &e))) {
		const char *line = json_string_value(json_object_get(j, "line"));

		if (c->json) {
			char *text = json_dumps(json_object_get(j, "event"), JSON_COMPACT);

			puts(text ? text : "");
			free(text);
		} else if (line) {
			puts(line);
		}
		json_decref(j);
		if (left && !--left)
			break;
	}
	control_close(k);
	return CLI_OK; /* the NIC was stopped, or the user had enough */
}
static int print_log(struct cli *c, json_t *j)
{
	if (c->json)
		cli_print_json(json_incref(json_object_get(j, "events")));
	else
		print_lines(j);
	return CLI_OK;
}
int cli_log(struct cli *c)
{
	const char *v = cli_value(c, "--view");

	return simple(c, c->args[0], "log",
	              json_pack("{s:s,s:I}", "view", v ? v : "log", "tail", (json_int_t)option_number(c, "--tail", 0)), print_log);
}

/* ---- nic, changes, stop, stats */
static void print_object(const json_t *j, const char *indent)
{
	const char *key;
	json_t *v;

	json_object_foreach((json_t *)j, key, v)
	{
		if (json_is_object(v)) {
			char deeper[32];

			printf("%s%s\n", indent, key);
			snprintf(deeper, sizeof(deeper), "%s    ", indent);
			print_object(v, deeper);
		} else if (json_is_array(v)) {
			char *text = json_dumps(v, JSON_COMPACT);

			printf("%s%-24s %s\n", indent, key, text ? text : "");
			free(text);
		} else if (json_is_string(v)) {
			printf("%s%-24s %s\n", indent, key, json_string_value(v));
		} else {
			char *text = json_dumps(v, JSON_ENCODE_ANY);

			printf("%s%-24s %s\n", indent, key, text ? text : "");
			free(text);
		}
	}
}
static int print_nic(struct cli *c, json_t *j)
{
	if (c->json)
		cli_print_json(json_incref(j));
	else if (c->count > 1)
		print_lines(j);
	else
		print_object(j, "");
	return CLI_OK;
}
int cli_nic(struct cli *c)
{
	json_t *set;

	if (c->count == 1)
		return simple(c, c->args[0], "nic", NULL, print_nic);
	set = pairs(c, 1, false);
	if (!set)
		return CLI_USAGE;
	return simple(c, c->args[0], "nic", json_pack("{s:o}", "set", set), print_nic);
}
static int print_change(struct cli *c, json_t *j)
{
	const json_t *show = json_object_get(j, "show");

	if (c->json)
		cli_print_json(json_incref(j));
	else
		printf("%s: Miniport %s\n", c->args[0], json_string_value(json_object_get(show, "state")));
	return CLI_OK;
}
int cli_change(struct cli *c)
{
	return simple(c, c->args[0], c->command->name, NULL, print_change);
}
static int print_stop(struct cli *c, json_t *j)
{
	if (c->json)
		cli_print_json(json_incref(j));
	else
		printf("%s stopped\n", c->args[0]);
	if (json_object_get(j, "crash"))
		return cli_error(CLI_FINDINGS, "%s", json_string_value(json_object_get(j, "crash")));
	return cli_print_findings(json_object_get(j, "findings"), json_integer_value(json_object_get(j, "finding_count")), c->args[0]);
}
int cli_stop(struct cli *c)
{
	struct lab_error e = {0};
	struct control *k;
	json_t *j;
	int r;

	if (cli_is_file(c->args[0]))
		return cli_error(CLI_USAGE, "flue stop takes a NIC's name; flue ls lists them");
	if (control_open(c->args[0], &k, &e.e))
		return cli_lab_error(&e);
	j = control_call(k, "stop", NULL, 0, NULL, &e);
	if (!j) {
		control_close(k);
		return cli_lab_error(&e);
	}
	r = print_stop(c, j);
	json_decref(j);
	j = control_next(k, &e); /* the end of the connection: the lab is gone, its socket removed */
	json_decref(j);
	control_close(k);
	return r;
}
static int print_stats(struct cli *c, json_t *j)
{
	if (c->json)
		cli_print_json(json_incref(j));
	else
		print_object(j, "");
	return CLI_OK;
}
int cli_stats(struct cli *c)
{
	return simple(c, c->args[0], "stats", NULL, print_stats);
}
