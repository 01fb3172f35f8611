/*
 * cli: the command. One table (table.c) has every command with its arguments, options and help text: `--help`, the man page and completion
 * come from it.
 *
 * Exit codes: 0 fine, 1 findings (or the driver refused), 2 wrong usage, 3 could not run. Results go to stdout, everything else to stderr
 * as "flue: ...".
 */
#pragma once
#include "lab/control.h"
#include "lab/lab.h"
#include "report/report.h"

enum { CLI_OK, CLI_FINDINGS, CLI_USAGE, CLI_FAILED };
#define CLI_ARGS    1024
#define CLI_OPTIONS 32

struct cli_option {
	const char *name; /* "--nic" */
	const char *arg;  /* "SPEC"; NULL: a switch */
	const char *help;
};
struct cli;
struct cli_command {
	const char *name, *args, *summary;
	const char *detail;                      /* paragraphs; may be NULL */
	const struct cli_option *const *options; /* NULL-terminated list of option sets, each ends with a NULL name */
	unsigned least, most;                    /* arguments */
	int (*run)(struct cli *c);
};
extern const struct cli_command cli_commands[];
struct cli {
	const struct cli_command *command;
	const char *args[CLI_ARGS];
	unsigned count;
	struct {
		const struct cli_option *option;
		const char *value;
	} given[CLI_ARGS];
	unsigned given_count;
	bool json;
};
int cli_main(int argc, char **argv);
const char *cli_value(const struct cli *c, const char *option); /* last one given; NULL */
bool cli_has(const struct cli *c, const char *option);
int cli_error(int code, const char *fmt, ...) __attribute__((format(printf, 2, 3))); /* prints "flue: ..." to stderr, returns code */
void cli_print_json(json_t *j);                                                      /* takes the reference */
void cli_help_command(FILE *f, const struct cli_command *c);
void cli_help(FILE *f);
/* run.c */
int cli_lab_options(struct cli *c, struct lab_options *o, const char *const **sets);
int cli_lab_error(const struct lab_error *e); /* prints it, returns the exit code */
bool cli_is_file(const char *arg);            /* a driver file rather than a NIC's name */
int cli_print_findings(const json_t *findings, json_int_t count, const char *who);
/* A running NIC or, for a driver file, one of our own for the length of this command. */
struct cli_target {
	struct control *control;
	struct lab *lab;
};
int cli_target_open(struct cli *c, const char *what, struct cli_target *t);
int cli_target_close(struct cli_target *t, int code); /* returns code, or 1 when the one-shot run had findings */
json_t *cli_ask(struct cli_target *t, const char *verb, json_t *args, struct lab_error *e);
int cli_run(struct cli *c);
int cli_space(struct cli *c); /* host, peer */
int cli_ls(struct cli *c);
int cli_show(struct cli *c);
int cli_offloads(struct cli *c);
int cli_keywords(struct cli *c);
int cli_oid(struct cli *c);
int cli_watch(struct cli *c);
int cli_watch_file(struct cli *c, const char *path); /* capture.c */
int cli_capture(struct cli *c);
int cli_connections(struct cli *c);
int cli_log(struct cli *c);
int cli_nic(struct cli *c);
int cli_change(struct cli *c); /* restart, reset, pause, resume, remove */
int cli_stop(struct cli *c);
int cli_stats(struct cli *c);
int cli_imports(struct cli *c);
int cli_doctor(struct cli *c);
int cli_version(struct cli *c);
int cli_help_run(struct cli *c);
