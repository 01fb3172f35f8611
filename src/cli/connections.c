/* flue connections: where each TCP connection is, in netstat's columns; and the policy that sends them down. */
#include "cli/cli.h"
#include "lab/control.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *text(const json_t *j, const char *name)
{
	const char *s = json_string_value(json_object_get(j, name));

	return s ? s : "";
}
static long long number(const json_t *j, const char *name)
{
	return (long long)json_integer_value(json_object_get(j, name));
}
static void print(const json_t *j)
{
	const json_t *chimney = json_object_get(j, "chimney"), *k;
	size_t i;

	printf("  %-5s %-28s %-28s %-12s %-14s %14s %14s\n", "Proto", "Local Address", "Foreign Address", "State", "Offload State",
	       "Bytes in", "Bytes out");
	json_array_foreach(json_object_get(j, "connections"), i, k)
	{
		printf("  %-5s %-28s %-28s %-12s %-14s %14lld %14lld", text(k, "proto"), text(k, "local"), text(k, "foreign"),
		       text(k, "state"), text(k, "offload_state"), number(k, "bytes_in"), number(k, "bytes_out"));
		printf(*text(k, "why") ? "  (%s)\n" : "\n", text(k, "why"));
	}
	printf("\n  Chimney offload: %s; %lld of %lld connections offloaded, capacity %lld%s\n", text(chimney, "policy"),
	       number(chimney, "offloaded"), number(chimney, "connections"), number(chimney, "capacity"),
	       json_is_true(json_object_get(chimney, "paused")) ? "; NDIS_STATUS_OFFLOAD_PAUSE" : "");
	printf("  So far: %lld offloads (%lld us each), %lld uploads (%lld us each), %lld refused, %lld resets%s%s\n",
	       number(chimney, "offloads"), number(chimney, "offload_us"), number(chimney, "uploads"), number(chimney, "upload_us"),
	       number(chimney, "refused"), number(chimney, "resets"), *text(chimney, "last_reset") ? "; the last: " : "",
	       text(chimney, "last_reset"));
}
int cli_connections(struct cli *c)
{
	struct control *control;
	struct lab_error e = {0};
	json_t *set = NULL, *j;
	char *end;

	for (unsigned i = 1; i < c->count; i++) {
		const char *equal = strchr(c->args[i], '=');
		const size_t n = equal ? (size_t)(equal - c->args[i]) : 0;

		if (!set)
			set = json_object();
		if (n == 7 && !strncmp(c->args[i], "chimney", n)) {
			json_object_set_new(set, "mode", json_string(equal + 1));
		} else if (n == 4 && (!strncmp(c->args[i], "ipv4", n) || !strncmp(c->args[i], "ipv6", n)) &&
		           (!strcmp(equal + 1, "on") || !strcmp(equal + 1, "off"))) {
			json_object_set_new(set, c->args[i][3] == '4' ? "ipv4" : "ipv6", json_boolean(!strcmp(equal + 1, "on")));
		} else if (n && (!strncmp(c->args[i], "min_age_ms", n) || !strncmp(c->args[i], "min_bytes", n)) &&
		           strtoull(equal + 1, &end, 10) < UINT32_MAX && !*end && end != equal + 1) {
			json_object_set_new(set, n == 10 ? "min_age_ms" : "min_bytes",
			                    json_integer((json_int_t)strtoull(equal + 1, NULL, 10)));
		} else {
			json_decref(set);
			return cli_error(CLI_USAGE, "%s: chimney=MODE, ipv4=on|off, ipv6=on|off, min_age_ms=N or min_bytes=N is wanted",
			                 c->args[i]);
		}
	}
	if (control_open(c->args[0], &control, &e.e)) {
		json_decref(set);
		return cli_error(CLI_FAILED, "%s", e.e.text);
	}
	j = control_call(control, "connections", set ? json_pack("{s:o}", "set", set) : NULL, 10000, NULL, &e);
	control_close(control);
	if (!j)
		return cli_error(e.e.code == -EINVAL ? CLI_USAGE : CLI_FAILED, "%s", e.e.text);
	if (c->json)
		cli_print_json(j);
	else {
		print(j);
		json_decref(j);
	}
	return CLI_OK;
}
