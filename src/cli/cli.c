/* Arguments taken apart by the table, help made from it. */
#include "cli/cli.h"
#include "base/feature.h"
#include <stdlib.h>
#include <string.h>

int cli_error(int code, const char *fmt, ...)
{
	va_list ap;

	fputs("flue: ", stderr);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
	return code;
}
void cli_print_json(json_t *j)
{
	char *text = json_dumps(j, JSON_INDENT(2) | JSON_ENCODE_ANY);

	puts(text ? text : "null");
	free(text);
	json_decref(j);
}
const char *cli_value(const struct cli *c, const char *option)
{
	for (unsigned i = c->given_count; i-- > 0;)
		if (!strcmp(c->given[i].option->name, option))
			return c->given[i].value;
	return NULL;
}
bool cli_has(const struct cli *c, const char *option)
{
	for (unsigned i = 0; i < c->given_count; i++)
		if (!strcmp(c->given[i].option->name, option))
			return true;
	return false;
}
static const struct cli_option *find_option(const struct cli_command *c, const char *name, size_t n)
{
	for (unsigned i = 0; c->options && c->options[i]; i++)
		for (const struct cli_option *o = c->options[i]; o->name; o++)
			if (strlen(o->name) == n && !strncmp(o->name, name, n))
				return o;
	return NULL;
}
static const struct cli_command *find_command(const char *name)
{
	for (const struct cli_command *c = cli_commands; c->name; c++)
		if (!strcmp(c->name, name))
			return c;
	return NULL;
}
void cli_help_command(FILE *f, const struct cli_command *c)
{
	fprintf(f, "flue %s%s%s\n    %s\n", c->name, *c->args ? " " : "", c->args, c->summary);
	if (c->detail)
		fprintf(f, "\n%s", c->detail);
	fprintf(f, "\nOptions\n");
	for (unsigned i = 0; c->options && c->options[i]; i++)
		for (const struct cli_option *o = c->options[i]; o->name; o++) {
			char left[64];

			snprintf(left, sizeof(left), "%s%s%s", o->name, o->arg ? " " : "", o->arg ? o->arg : "");
			fprintf(f, "    %-24s %s\n", left, o->help);
		}
	fprintf(f, "\nExit status: 0 fine, 1 findings, 2 wrong usage, 3 could not run.\n");
}
void cli_help(FILE *f)
{
	fprintf(f, "flue: runs Windows NDIS 6 NIC drivers on Linux and tells what they offload\n\n");
	for (const struct cli_command *c = cli_commands; c->name; c++)
		fprintf(f, "    flue %-9s %-36s %s\n", c->name, c->args, c->summary);
	fprintf(f, "\nA first look:  flue run toe.sys --nic toe --detach;  flue offloads toe0;  flue stop toe0\n"
	           "Every command takes --json and --help. Exit status: 0 fine, 1 findings, 2 wrong usage, 3 could not run.\n"
	           "Files: sockets in $XDG_RUNTIME_DIR/flue, keywords in $XDG_STATE_HOME/flue (FLUE_STATE), crash reports in ./crash. "
	           "FLUE_LOG=debug says more.\n");
}
int cli_help_run(struct cli *c)
{
	const struct cli_command *about = c->count ? find_command(c->args[0]) : NULL;

	if (c->count && !about)
		return cli_error(CLI_USAGE, "there is no command '%s'; flue help lists them", c->args[0]);
	if (about)
		cli_help_command(stdout, about);
	else
		cli_help(stdout);
	return CLI_OK;
}
int cli_version(struct cli *c)
{
	if (c->json)
		cli_print_json(json_pack("{s:s,s:s,s:i}", "version", FLUE_VERSION, "ndis", "6.84", "control", CONTROL_VERSION));
	else
		printf("flue %s (NDIS 6.0 to 6.84)\n", FLUE_VERSION);
	return CLI_OK;
}
static int unknown_command(const char *word)
{
	const char *names[64];
	size_t n = 0;
	const char *near;

	for (const struct cli_command *k = cli_commands; k->name && n < ARRAY_LEN(names); k++)
		names[n++] = k->name;
	near = report_suggest(word, names, n);
	if (near)
		return cli_error(CLI_USAGE, "there is no command '%s'; did you mean 'flue %s'?", word, near);
	return cli_error(CLI_USAGE, "there is no command '%s'; flue help lists them", word);
}
static int unknown_option(const struct cli_command *c, const char *word)
{
	const char *names[128], *near;
	size_t n = 0;

	for (unsigned i = 0; c->options && c->options[i]; i++)
		for (const struct cli_option *o = c->options[i]; o->name && n < ARRAY_LEN(names); o++)
			names[n++] = o->name;
	near = report_suggest(word, names, n);
	if (near)
		return cli_error(CLI_USAGE, "flue %s has no option %s; did you mean %s?", c->name, word, near);
	return cli_error(CLI_USAGE, "flue %s has no option %s; flue %s --help lists them", c->name, word, c->name);
}
int cli_main(int argc, char **argv)
{
	static struct cli c;
	struct err e = {0};
	bool plain = false;
	uint32_t off;

	if (argc < 2) {
		cli_help(stderr);
		return CLI_USAGE;
	}
	if (!strcmp(argv[1], "--help") || !strcmp(argv[1], "-h")) {
		cli_help(stdout);
		return CLI_OK;
	}
	if (!strcmp(argv[1], "--version") || !strcmp(argv[1], "-V"))
		argv[1] = (char *)"version";
	memset(&c, 0, sizeof(c));
	c.command = find_command(argv[1]);
	if (!c.command)
		return unknown_command(argv[1]);
	for (int i = 2; i < argc; i++) {
		const char *a = argv[i], *eq;
		const struct cli_option *o;

		if (!plain && !strcmp(a, "--")) {
			plain = true;
			continue;
		}
		if (plain || strncmp(a, "-", 1) || !a[1]) {
			if (c.count == CLI_ARGS)
				return cli_error(CLI_USAGE, "more than %d arguments", CLI_ARGS);
			c.args[c.count++] = a;
			continue;
		}
		if (!strcmp(a, "-h"))
			a = "--help";
		eq = strchr(a, '=');
		o = find_option(c.command, a, eq ? (size_t)(eq - a) : strlen(a));
		if (!o) {
			char word[64];

			snprintf(word, sizeof(word), "%.*s", eq ? (int)(eq - a) : (int)strlen(a), a);
			return unknown_option(c.command, word);
		}
		if (!o->arg && eq)
			return cli_error(CLI_USAGE, "%s takes no value", o->name);
		if (o->arg && !eq && i + 1 >= argc)
			return cli_error(CLI_USAGE, "%s needs %s", o->name, o->arg);
		if (c.given_count == CLI_ARGS)
			return cli_error(CLI_USAGE, "more than %d options", CLI_ARGS);
		c.given[c.given_count].option = o;
		c.given[c.given_count++].value = !o->arg ? "" : eq ? eq + 1 : argv[++i];
	}
	if (cli_has(&c, "--help")) {
		cli_help_command(stdout, c.command);
		return CLI_OK;
	}
	c.json = cli_has(&c, "--json");
	if (base_features_off(&off, &e))
		return cli_error(CLI_USAGE, "%s", e.text);
	if (c.count < c.command->least)
		return cli_error(CLI_USAGE, "flue %s %s: an argument is missing; flue %s --help", c.command->name, c.command->args,
		                 c.command->name);
	if (c.count > c.command->most)
		return cli_error(CLI_USAGE, "flue %s %s: '%s' is too much", c.command->name, c.command->args, c.args[c.command->most]);
	int r = c.command->run(&c);

	if (fflush(stdout) || ferror(stdout))
		return cli_error(CLI_FAILED, "the result can't be written: %s", strerror(errno));
	return r;
}
