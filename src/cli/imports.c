/* `flue imports`: have and have-not, without running the driver. */
#include "cli/cli.h"
#include <string.h>

int cli_imports(struct cli *c)
{
	struct lab_error e;
	json_t *j = lab_inspect(c->args[0], &e), *v;
	const json_t *info;
	unsigned missing = 0;
	size_t i;

	if (!j)
		return cli_lab_error(&e);
	info = json_object_get(j, "info");
	json_array_foreach(json_object_get(j, "imports"), i, v) missing += !json_is_true(json_object_get(v, "have"));
	if (c->json) {
		json_object_set_new(j, "missing", json_integer(missing));
		cli_print_json(json_incref(j));
	} else {
		const char *version = json_string_value(json_object_get(info, "file_version")),
		           *signature = json_string_value(json_object_get(info, "signature"));

		printf("%s %s   %zu imports, %u missing   signature: %s\n", c->args[0], version ? version : "",
		       json_array_size(json_object_get(j, "imports")), missing, signature ? signature : "?");
		json_array_foreach(json_object_get(j, "imports"), i, v)
		        printf("    %-4s  %-16s %s\n", json_is_true(json_object_get(v, "have")) ? "have" : "LACK",
		               json_string_value(json_object_get(v, "dll")), json_string_value(json_object_get(v, "name")));
		if (missing)
			printf("A driver that has a missing import loads; it is stopped, with a report, when it calls it.\n");
	}
	json_decref(j);
	return missing ? CLI_FINDINGS : CLI_OK;
}
