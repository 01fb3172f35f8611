/*
 * Keywords: the advanced properties of the adapter's software key, as the INF describes them, with the values of now.
 *
 * Values of now are: the installation's, over them the store's, over them --set. The machine's registry has the same ones: every write of
 * either side goes through the store first.
 */
#include "lab/lab_internal.h"
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static char *text_of(const json_t *v)
{
	const char *hex = json_string_value(json_object_get(v, "data"));
	size_t n = hex ? strlen(hex) / 2 : 0;
	uint8_t *b = malloc(n + 1);
	char *text = NULL;

	if (b && hex && report_unhex(hex, b, n + 1) >= 0)
		text = inf_value_text((uint32_t)json_integer_value(json_object_get(v, "type")), b, n);
	free(b);
	return text;
}
char *lab_registry_text(struct lab *l, const char *path, const char *name)
{
	const json_t *values = store_values(l->store), *v;
	size_t i, key = strlen(DRIVER_KEY);

	for (unsigned k = 0; k < l->o.set_count && !strcasecmp(path, DRIVER_KEY); k++) {
		const char *eq = strchr(l->o.set[k], '=');

		if (eq && strlen(name) == (size_t)(eq - l->o.set[k]) && !strncasecmp(l->o.set[k], name, strlen(name)))
			return strdup(eq + 1);
	}
	json_array_foreach((json_t *)values, i, v)
	{
		const char *p = json_string_value(json_object_get(v, "path")), *n = json_string_value(json_object_get(v, "name"));

		if (p && n && !strcasecmp(p, path) && !strcasecmp(n, name))
			return json_is_true(json_object_get(v, "delete")) ? NULL : text_of(v);
	}
	if (!strncasecmp(path, DRIVER_KEY, key)) {
		const struct inf_value *given = inf_value_find(l->install, INF_ADAPTER, path[key] == '\\' ? path + key + 1 : "", name);

		return given ? inf_value_text(given->type, given->data, given->bytes) : NULL;
	}
	return NULL;
}
static const char *display_value(const struct inf_param *p, const char *value)
{
	for (unsigned k = 0; k < p->value_count; k++)
		if (!strcasecmp(p->values[k].value, value))
			return p->values[k].text;
	return value;
}
static json_t *row(struct lab *l, const struct inf_param *p)
{
	char *value = lab_registry_text(l, DRIVER_KEY, p->keyword);
	json_t *choices = json_array(), *j;

	for (unsigned k = 0; k < p->value_count; k++)
		json_array_append_new(choices, json_pack("{s:s,s:s}", "value", p->values[k].value, "text", p->values[k].text));
	j = json_pack("{s:s,s:s,s:s,s:s,s:s?,s:s?,s:s?,s:s?,s:s?,s:o}", "display_name", p->desc ? p->desc : p->keyword, "display_value",
	              value ? display_value(p, value) : "--", "keyword", p->keyword, "value", value ? value : "", "default", p->fallback,
	              "type", p->type, "min", p->min, "max", p->max, "step", p->step, "values", choices);
	free(value);
	return j;
}
json_t *lab_keywords(struct lab *l)
{
	json_t *rows = json_array();

	for (unsigned k = 0; k < l->install->param_count; k++)
		json_array_append_new(rows, row(l, &l->install->params[k]));
	/* keywords without a Ndi\params entry: set by the administrator, or put there by the INF directly */
	for (unsigned k = 0; k < l->install->value_count; k++) {
		const struct inf_value *v = &l->install->values[k];

		if (v->root == INF_ADAPTER && !*v->subkey && v->name[0] == '*' && !inf_param_find(l->install, v->name)) {
			char *text = lab_registry_text(l, DRIVER_KEY, v->name);

			json_array_append_new(rows, json_pack("{s:s,s:s,s:s,s:s}", "display_name", "", "display_value", text ? text : "",
			                                      "keyword", v->name, "value", text ? text : ""));
			free(text);
		}
	}
	const json_t *values = store_values(l->store), *v;
	size_t i;

	json_array_foreach((json_t *)values, i, v)
	{
		const char *path = json_string_value(json_object_get(v, "path")), *name = json_string_value(json_object_get(v, "name"));

		if (path && name && !strcasecmp(path, DRIVER_KEY) && !inf_param_find(l->install, name) &&
		    !inf_value_find(l->install, INF_ADAPTER, "", name) && !json_is_true(json_object_get(v, "delete"))) {
			char *text = text_of(v);

			json_array_append_new(rows, json_pack("{s:s,s:s?,s:s,s:s?}", "display_name", "", "display_value", text, "keyword",
			                                      name, "value", text));
			free(text);
		}
	}
	return rows;
}
static int no_such(struct lab *l, const char *name, struct err *e)
{
	const char *names[256];
	unsigned count = 0;
	const char *near;

	for (unsigned k = 0; k < l->install->param_count && count < ARRAY_LEN(names); k++)
		names[count++] = l->install->params[k].keyword;
	near = report_suggest(name, names, count);
	return err_set(e, ENOENT, "keyword '%s' is not in the INF%s%s%s; --force writes it all the same", name,
	               near ? "; did you mean " : "", near ? near : "", near ? "?" : "");
}
static int check(const struct inf_param *p, const char **value, struct err *e)
{
	char list[300] = "", *end;
	long long v, min, max;

	if (p->value_count) {
		for (unsigned k = 0; k < p->value_count; k++) {
			if (!strcasecmp(p->values[k].value, *value) || !strcasecmp(p->values[k].text, *value)) {
				*value = p->values[k].value;
				return 0;
			}
			size_t at = strlen(list);

			snprintf(list + at, sizeof(list) - at, "%s%s %s", at ? ", " : "", p->values[k].value, p->values[k].text);
		}
		return err_set(e, EINVAL, "%s=%s: the INF knows: %s", p->keyword, *value, list);
	}
	if (!p->type ||
	    (strcasecmp(p->type, "int") && strcasecmp(p->type, "long") && strcasecmp(p->type, "word") && strcasecmp(p->type, "dword")))
		return 0;
	v = strtoll(*value, &end, 0);
	min = p->min ? strtoll(p->min, NULL, 0) : INT64_MIN;
	max = p->max ? strtoll(p->max, NULL, 0) : INT64_MAX;
	if (end == *value || *end || v < min || v > max)
		return err_set(e, EINVAL, "%s=%s: a number from %s to %s is wanted", p->keyword, *value, p->min ? p->min : "-",
		               p->max ? p->max : "-");
	return 0;
}
/* {"*LsoV2IPv4": "0", ...} -> registry values as MM_REG_SET and the store take them. An empty value deletes. A name with "!" before it is
 * not checked. */
int lab_keyword_values(struct lab *l, const json_t *set, json_t **values, struct err *e)
{
	json_t *out = json_array(), *v;
	const char *name;
	int r = 0;

	json_object_foreach((json_t *)set, name, v)
	{
		const char *value = json_string_value(v);
		bool force = name[0] == '!';
		const struct inf_param *p;

		if (force)
			name++;
		p = inf_param_find(l->install, name);
		if (!value) {
			r = err_set(e, EINVAL, "keyword %s: a value is text", name);
		} else if (!force && !p && l->install->param_count && !inf_value_find(l->install, INF_ADAPTER, "", name) &&
		           strcasecmp(name, "NetworkAddress")) {
			r = no_such(l, name, e);
		} else if (!*value) {
			json_array_append_new(out, json_pack("{s:s,s:s,s:b}", "path", DRIVER_KEY, "name", name, "delete", 1));
		} else {
			const struct inf_value *old = inf_value_find(l->install, INF_ADAPTER, "", name);
			uint32_t type = old && old->type == 4 ? 4 : 1;
			uint8_t *wide = NULL;
			uint32_t number;
			size_t n;
			char *hex;

			if (!force && p)
				r = check(p, &value, e);
			if (r)
				break;
			number = (uint32_t)strtoul(value, NULL, 0);
			n = type == 4 ? 4 : inf_utf16(value, &wide);
			hex = report_hex(type == 4 ? (void *)&number : (void *)wide, n);
			json_array_append_new(out, json_pack("{s:s,s:s,s:i,s:s}", "path", DRIVER_KEY, "name", p ? p->keyword : name, "type",
			                                     (int)type, "data", hex ? hex : ""));
			free(wide);
			free(hex);
		}
		if (r)
			break;
	}
	if (r) {
		json_decref(out);
		return r;
	}
	*values = out;
	return 0;
}
