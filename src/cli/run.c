/* `flue run`, and what other commands need of it: options, a lab of one's own for one command, or a connection to a running one. */
#include "cli/cli.h"
#include "bus/abi.h"
#include "port/port.h"
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/wait.h>
#include <unistd.h>

static int parse_size(const char *text, uint64_t *out)
{
	char *end;
	unsigned long long v = strtoull(text, &end, 10);
	unsigned shift = *end == 'K' || *end == 'k' ? 10 : *end == 'M' || *end == 'm' ? 20 : *end == 'G' || *end == 'g' ? 30 : 0;

	if (end == text || (*end && end[1]) || (*end && !shift) || v > (1ull << 40))
		return -EINVAL;
	*out = v << shift;
	return 0;
}
static int descriptor(const struct cli *c, const char *option, int *fd)
{
	const char *v = cli_value(c, option);
	char *end;

	if (!v)
		return CLI_OK;
	*fd = (int)strtol(v, &end, 10);
	if (end == v || *end || *fd < 3 || fcntl(*fd, F_GETFD) < 0)
		return cli_error(CLI_USAGE, "%s %s: the number of an open descriptor is wanted, 3 or more", option, v);
	return CLI_OK;
}
int cli_lab_options(struct cli *c, struct lab_options *o, const char *const **sets)
{
	static const char *set[CLI_ARGS];
	const char *v;
	char *end;
	int r;

	memset(o, 0, sizeof(*o));
	o->driver = c->args[0];
	o->inf = cli_value(c, "--inf");
	o->nic = cli_value(c, "--nic");
	o->name = cli_value(c, "--name");
	o->symbols = cli_value(c, "--symbols");
	for (unsigned i = 0; i < c->given_count; i++)
		if (!strcmp(c->given[i].option->name, "--set")) {
			if (!strchr(c->given[i].value, '='))
				return cli_error(CLI_USAGE, "--set %s: NAME=VALUE is wanted", c->given[i].value);
			set[o->set_count++] = c->given[i].value;
		}
	o->set = set;
	*sets = set;
	if ((v = cli_value(c, "--cpus"))) {
		o->cpus = (unsigned)strtoul(v, &end, 10);
		if (end == v || *end || o->cpus < 1 || o->cpus > 64)
			return cli_error(CLI_USAGE, "--cpus %s: 1 to 64", v);
	}
	if ((v = cli_value(c, "--ram")) && (parse_size(v, &o->ram) || o->ram < (16u << 20) || o->ram > (64ull << 30)))
		return cli_error(CLI_USAGE, "--ram %s: 16M to 64G", v);
	if ((v = cli_value(c, "--ndis"))) {
		o->ndis_version = report_version_parse(v);
		if (o->ndis_version < 0x00060000 || o->ndis_version > 0x00060054)
			return cli_error(CLI_USAGE, "--ndis %s: 6.0 to 6.84", v);
	}
	if ((v = cli_value(c, "--seed"))) {
		o->seed = strtoull(v, &end, 0);
		if (end == v || *end)
			return cli_error(CLI_USAGE, "--seed %s: a number", v);
	}
	if ((v = cli_value(c, "--on-pause"))) {
		if (strcmp(v, "upload") && strcmp(v, "hold"))
			return cli_error(CLI_USAGE, "--on-pause %s: upload or hold", v);
		o->on_pause = v;
	}
	if ((v = cli_value(c, "--on-crash"))) {
		if (strcmp(v, "restart") && strcmp(v, "stop"))
			return cli_error(CLI_USAGE, "--on-crash %s: restart or stop", v);
		o->on_crash = strcmp(v, "stop") ? LAB_RESTART : LAB_STOP;
	}
	v = cli_value(c, "--split");
	if (v) {
		o->split = (unsigned)strtoul(v, &end, 10);
		if (!strcmp(v, "headers"))
			o->split = PORT_SPLIT_HEADERS;
		else if (end == v || *end || o->split > 65535)
			return cli_error(CLI_USAGE, "--split %s: 0 to 65535 bytes, or headers", v);
	}
	for (unsigned i = 0; i < c->given_count; i++)
		if (!strcmp(c->given[i].option->name, "--serve")) {
			if (o->serve_count == ARRAY_LEN(o->serve))
				return cli_error(CLI_USAGE, "--serve: at most %u of them", (unsigned)ARRAY_LEN(o->serve));
			o->serve[o->serve_count++] = c->given[i].value;
		}
	o->chimney = cli_value(c, "--chimney");
	if (o->chimney && strcmp(o->chimney, "disabled") && strcmp(o->chimney, "enabled") && strcmp(o->chimney, "automatic") &&
	    strcmp(o->chimney, "default"))
		return cli_error(CLI_USAGE, "--chimney %s: disabled, enabled, automatic or default", o->chimney);
	o->lab = cli_has(c, "--lab");
	o->wire = cli_value(c, "--wire");
	o->netdev = cli_value(c, "--netdev");
	for (unsigned i = 0; i < c->given_count; i++)
		if (!strcmp(c->given[i].option->name, "--address")) {
			if (o->address_count == ARRAY_LEN(o->address))
				return cli_error(CLI_USAGE, "--address: one for IPv4 and one for IPv6");
			o->address[o->address_count++] = c->given[i].value;
		}
	r = descriptor(c, "--tap-fd", &o->tap_fd);
	if (!r)
		r = descriptor(c, "--wire-fd", &o->wire_fd);
	if (r)
		return r;
	o->flags = (cli_has(c, "--serial") ? RAM_SERIAL : 0) | (cli_has(c, "--verify") ? RAM_VERIFY : 0) |
	           (cli_has(c, "--strict") ? RAM_STRICT : 0) | (cli_has(c, "--no-sandbox") ? RAM_NO_SANDBOX : 0);
	if (o->flags & RAM_SERIAL && !o->seed)
		o->seed = 1;
	return CLI_OK;
}
bool cli_is_file(const char *arg)
{
	size_t n = strlen(arg);

	return strchr(arg, '/') || (n > 4 && !strcasecmp(arg + n - 4, ".sys"));
}
int cli_lab_error(const struct lab_error *e)
{
	fprintf(stderr, "flue: %s%s%s\n", e->e.text, *e->report ? "; report: " : "", e->report);
	if (!strcmp(e->klass, "usage"))
		return CLI_USAGE;
	return CLI_FAILED;
}
int cli_print_findings(const json_t *findings, json_int_t count, const char *who)
{
	json_t *v;
	size_t i;

	if (!count)
		return CLI_OK;
	fprintf(stderr, "flue: %s: %lld finding%s\n", who, (long long)count, count == 1 ? "" : "s");
	json_array_foreach((json_t *)findings, i, v) fprintf(stderr, "    %s\n", json_string_value(v));
	if ((json_int_t)json_array_size(findings) < count)
		fprintf(stderr, "    and %lld more\n", (long long)(count - (json_int_t)json_array_size(findings)));
	return CLI_FINDINGS;
}

/* ---- run */
struct waited {
	char ok;
	int code;
	char text[60000]; /* the whole report as JSON; less than a pipe holds, so that the writer never waits */
};
static void print_up(struct lab *l, bool json, char *out, size_t max)
{
	struct lab_error e;
	json_t *j = lab_verb_wait(l, "show", NULL, &e);
	struct report_nic *n = calloc(1, sizeof(*n));
	FILE *f = fmemopen(out, max, "w");

	if (f && n && j) {
		report_nic_from_json(j, n);
		if (json) {
			char *text = json_dumps(report_offloads_json(n), JSON_INDENT(2));

			fprintf(f, "%s\n", text ? text : "");
			free(text);
		} else {
			const char *note = json_string_value(json_object_get(j, "note"));
			const json_t *sandbox = json_object_get(j, "sandbox");
			char held[300];

			report_line(f, n);
			if (json_array_size(json_object_get(sandbox, "without")))
				fprintf(f, "    sandbox: %s\n", report_sandbox(sandbox, held, sizeof(held)));
			if (note && *note)
				fprintf(f, "    %s\n", note);
		}
	}
	if (f)
		fclose(f);
	free(n);
	json_decref(j);
}
/* `tell`: where the parent of a detached lab reads how it went; -1 in the foreground. */
static int run_lab(struct cli *c, const struct lab_options *o, int tell)
{
	struct waited w = {0};
	struct lab_error e;
	struct lab *l;
	int code;

	if (lab_open(o, &l, &e)) {
		snprintf(w.text, sizeof(w.text), "%s%s%s", e.e.text, *e.report ? "; report: " : "", e.report);
		w.code = !strcmp(e.klass, "usage") ? CLI_USAGE : CLI_FAILED;
		if (tell < 0)
			return cli_error(w.code, "%s", w.text);
		if (write(tell, &w, sizeof(w)) < 0)
			return CLI_FAILED;
		return w.code;
	}
	print_up(l, c->json, w.text, sizeof(w.text));
	if (tell >= 0) {
		int nul = open("/dev/null", O_RDWR | O_CLOEXEC);

		w.ok = 1;
		if (write(tell, &w, sizeof(w)) < 0)
			log_line(LOG_DEBUG, "the starter has gone");
		close(tell);
		dup2(nul, 0);
		dup2(nul, 1);
		dup2(nul, 2);
	} else {
		fputs(w.text, stdout);
		fflush(stdout);
	}
	code = lab_loop(l);
	if (tell < 0)
		for (unsigned i = 0; lab_finding(l, i); i++)
			fprintf(stderr, "flue: %s: finding: %s\n", lab_name(l), lab_finding(l, i));
	lab_close(l);
	return code;
}
int cli_run(struct cli *c)
{
	struct lab_options o;
	const char *const *sets;
	struct waited w;
	int r = cli_lab_options(c, &o, &sets), way[2];
	pid_t pid;
	size_t got = 0;
	ssize_t n;

	if (r)
		return r;
	o.keep = o.listen = true;
	if (!cli_has(c, "--detach"))
		return run_lab(c, &o, -1);
	if (pipe2(way, O_CLOEXEC))
		return cli_error(CLI_FAILED, "no pipe: %s", strerror(errno));
	pid = fork();
	if (pid < 0)
		return cli_error(CLI_FAILED, "fork: %s", strerror(errno));
	if (pid == 0) {
		close(way[0]);
		setsid();
		_exit(run_lab(c, &o, way[1]));
	}
	close(way[1]);
	while (got < sizeof(w) && ((n = read(way[0], (char *)&w + got, sizeof(w) - got)) > 0 || (n < 0 && errno == EINTR)))
		got += n > 0 ? (size_t)n : 0;
	if (got < sizeof(w)) {
		int status = 0;

		waitpid(pid, &status, 0);
		return cli_error(CLI_FAILED, "the lab ended before the NIC was up (%s %d)", WIFSIGNALED(status) ? "signal" : "exit status",
		                 WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status));
	}
	w.text[sizeof(w.text) - 1] = 0;
	if (!w.ok) {
		waitpid(pid, NULL, 0);
		return cli_error(w.code, "%s", w.text);
	}
	fputs(w.text, stdout);
	return CLI_OK;
}

/* ---- targets */
int cli_target_open(struct cli *c, const char *what, struct cli_target *t)
{
	struct lab_error e = {0};
	const char *const *sets;
	struct lab_options o;
	int r;

	memset(t, 0, sizeof(*t));
	if (cli_is_file(what)) {
		r = cli_lab_options(c, &o, &sets);
		if (r)
			return r;
		o.driver = what;
		o.keep = o.name != NULL;
		o.on_crash = LAB_STOP;
		if (lab_open(&o, &t->lab, &e))
			return cli_lab_error(&e);
		return CLI_OK;
	}
	if (control_open(what, &t->control, &e.e)) {
		r = cli_lab_error(&e);
		return e.e.code == -EINVAL ? CLI_USAGE : r;
	}
	return CLI_OK;
}
int cli_target_close(struct cli_target *t, int code)
{
	control_close(t->control);
	if (t->lab) {
		struct lab_error e;
		json_t *j = lab_verb_wait(t->lab, "stop", NULL, &e);
		int findings = cli_print_findings(json_object_get(j, "findings"), json_integer_value(json_object_get(j, "finding_count")),
		                                  lab_name(t->lab));

		if (code == CLI_OK)
			code = findings;
		if (json_object_get(j, "crash"))
			code = cli_error(CLI_FAILED, "%s", json_string_value(json_object_get(j, "crash")));
		json_decref(j);
		lab_close(t->lab);
	}
	return code;
}
json_t *cli_ask(struct cli_target *t, const char *verb, json_t *args, struct lab_error *e)
{
	if (t->lab)
		return lab_verb_wait(t->lab, verb, args, e);
	return control_call(t->control, verb, args, 0, NULL, e);
}
