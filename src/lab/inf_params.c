/*
 * Ndi\params: the keywords that a driver offers to the administrator, with their kind, bounds, choices and default. Page: "Specifying
 * Configuration Parameters for the Advanced Properties Page".
 */
#include "lab/inf_job.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static struct inf_param *param_get(struct inf_install *i, const char *keyword)
{
	struct inf_param *p = (struct inf_param *)inf_param_find(i, keyword);

	if (p)
		return p;
	if (i->param_count == i->param_room) {
		unsigned room = i->param_room ? i->param_room * 2 : 32;
		struct inf_param *more = realloc(i->params, room * sizeof(*more));

		if (!more)
			return NULL;
		i->params = more;
		i->param_room = room;
	}
	p = &i->params[i->param_count];
	memset(p, 0, sizeof(*p));
	p->keyword = strdup(keyword);
	if (!p->keyword)
		return NULL;
	i->param_count++;
	return p;
}
static int param_take(struct inf_param *p, const char *what, char *text)
{
	char **slot = !strcasecmp(what, "ParamDesc") ? &p->desc
	              : !strcasecmp(what, "type")    ? &p->type
	              : !strcasecmp(what, "default") ? &p->fallback
	              : !strcasecmp(what, "min")     ? &p->min
	              : !strcasecmp(what, "max")     ? &p->max
	              : !strcasecmp(what, "step")    ? &p->step
	                                             : NULL;

	if (!strcasecmp(what, "optional"))
		p->optional = strtoul(text, NULL, 0) != 0;
	if (!slot) {
		free(text);
		return 0;
	}
	free(*slot);
	*slot = text;
	return 0;
}
int inf_params(struct inf_install *i)
{
	static const char prefix[] = "Ndi\\params\\";

	for (unsigned k = 0; k < i->value_count; k++) {
		const struct inf_value *v = &i->values[k];
		char keyword[128], *text;
		const char *rest, *slash;
		struct inf_param *p;

		if (v->root != INF_ADAPTER || strncasecmp(v->subkey, prefix, sizeof(prefix) - 1))
			continue;
		rest = v->subkey + sizeof(prefix) - 1;
		slash = strchr(rest, '\\');
		snprintf(keyword, sizeof(keyword), "%.*s", slash ? (int)(slash - rest) : (int)strlen(rest), rest);
		p = param_get(i, keyword);
		text = inf_value_text(v->type, v->data, v->bytes);
		if (!p || !text) {
			free(text);
			return -ENOMEM;
		}
		if (!slash) {
			param_take(p, v->name, text);
		} else if (!strcasecmp(slash + 1, "enum")) {
			struct inf_enum *more = realloc(p->values, (p->value_count + 1) * sizeof(*more));

			if (!more) {
				free(text);
				return -ENOMEM;
			}
			p->values = more;
			p->values[p->value_count].value = strdup(v->name);
			p->values[p->value_count].text = text;
			p->value_count++;
		} else {
			free(text);
		}
	}
	for (unsigned k = 0; k < i->param_count; k++) {
		const struct inf_param *p = &i->params[k];

		if (p->fallback && !p->optional && !inf_value_find(i, INF_ADAPTER, "", p->keyword) &&
		    inf_value_set(i, INF_ADAPTER, "", p->keyword, TYPE_SZ, p->fallback, 0))
			return -ENOMEM;
	}
	return 0;
}
