/* Registry values of an installation: added, replaced, deleted, shown. Strings are kept as Windows keeps them, UTF-16LE with terminator. */
#include "lab/inf.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

size_t inf_utf16(const char *utf8, uint8_t **out)
{
	const uint8_t *s = (const uint8_t *)utf8;
	uint8_t *o = malloc(strlen(utf8) * 2 + 4);
	size_t n = 0;

	*out = o;
	if (!o)
		return 0;
	while (*s) {
		uint32_t c = *s++;
		unsigned more = c < 0x80 ? 0 : (c & 0xe0) == 0xc0 ? 1 : (c & 0xf0) == 0xe0 ? 2 : (c & 0xf8) == 0xf0 ? 3 : 0;

		if (more)
			c &= 0x3fu >> more;
		while (more-- && (*s & 0xc0) == 0x80)
			c = c << 6 | (*s++ & 0x3f);
		if (c >= 0x10000) {
			uint32_t high = 0xd800 + ((c - 0x10000) >> 10 & 0x3ff);

			o[n++] = (uint8_t)high;
			o[n++] = (uint8_t)(high >> 8);
			c = 0xdc00 + ((c - 0x10000) & 0x3ff);
		}
		o[n++] = (uint8_t)c;
		o[n++] = (uint8_t)(c >> 8);
	}
	o[n++] = 0;
	o[n++] = 0;
	return n;
}
static size_t utf8_of(const uint8_t *b, size_t bytes, char *out) /* stops at the first terminator; returns bytes of input used */
{
	size_t i = 0, n = 0;

	for (; i + 1 < bytes; i += 2) {
		uint32_t c = (uint32_t)b[i] | (uint32_t)b[i + 1] << 8;

		if (!c) {
			i += 2;
			break;
		}
		if (c >= 0xd800 && c < 0xdc00 && i + 3 < bytes) {
			c = 0x10000 + ((c - 0xd800) << 10) + ((((uint32_t)b[i + 2] | (uint32_t)b[i + 3] << 8) - 0xdc00) & 0x3ff);
			i += 2;
		} else if (c >= 0xd800 && c < 0xe000) {
			c = 0xfffd;
		}
		if (c < 0x80) {
			out[n++] = (char)c;
		} else if (c < 0x800) {
			out[n++] = (char)(0xc0 | c >> 6);
			out[n++] = (char)(0x80 | (c & 63));
		} else if (c < 0x10000) {
			out[n++] = (char)(0xe0 | c >> 12);
			out[n++] = (char)(0x80 | (c >> 6 & 63));
			out[n++] = (char)(0x80 | (c & 63));
		} else {
			out[n++] = (char)(0xf0 | c >> 18);
			out[n++] = (char)(0x80 | (c >> 12 & 63));
			out[n++] = (char)(0x80 | (c >> 6 & 63));
			out[n++] = (char)(0x80 | (c & 63));
		}
	}
	out[n] = 0;
	return i;
}
char *inf_value_text(uint32_t type, const void *data, size_t bytes)
{
	const uint8_t *b = data;
	char *out = malloc(bytes * 4 + 32);
	size_t at = 0;
	uint64_t v = 0;

	if (!out)
		return NULL;
	out[0] = 0;
	switch (type) {
	case 1:
	case 2:
		utf8_of(b, bytes, out);
		break;
	case 7:
		for (size_t used = 0; used + 2 < bytes;) {
			char *piece = out + at + (at > 0);

			used += utf8_of(b + used, bytes - used, piece);
			if (!*piece)
				break;
			if (at)
				out[at] = ' ';
			at = strlen(out);
		}
		break;
	case 4:
	case 11:
		memcpy(&v, b, bytes < 8 ? bytes : 8);
		snprintf(out, 32, "%llu", (unsigned long long)v);
		break;
	default:
		for (size_t i = 0; i < bytes; i++)
			sprintf(out + i * 2, "%02x", b[i]);
	}
	return out;
}
const struct inf_value *inf_value_find(const struct inf_install *i, enum inf_root root, const char *subkey, const char *name)
{
	for (unsigned k = 0; k < i->value_count; k++)
		if (i->values[k].root == root && !strcasecmp(i->values[k].subkey, subkey) && !strcasecmp(i->values[k].name, name))
			return &i->values[k];
	return NULL;
}
const struct inf_param *inf_param_find(const struct inf_install *i, const char *keyword)
{
	for (unsigned k = 0; k < i->param_count; k++)
		if (!strcasecmp(i->params[k].keyword, keyword))
			return &i->params[k];
	return NULL;
}
int inf_value_set_raw(struct inf_install *i, enum inf_root root, const char *subkey, const char *name, uint32_t type, const void *data,
                      size_t bytes, unsigned line)
{
	struct inf_value *v = (struct inf_value *)inf_value_find(i, root, subkey, name);
	uint8_t *copy = malloc(bytes ? bytes : 1);

	if (!copy)
		return -ENOMEM;
	memcpy(copy, data, bytes);
	if (!v) {
		if (i->value_count == i->value_room) {
			unsigned room = i->value_room ? i->value_room * 2 : 64;
			struct inf_value *more = realloc(i->values, room * sizeof(*more));

			if (!more) {
				free(copy);
				return -ENOMEM;
			}
			i->values = more;
			i->value_room = room;
		}
		v = &i->values[i->value_count];
		memset(v, 0, sizeof(*v));
		v->root = root;
		v->subkey = strdup(subkey);
		v->name = strdup(name);
		if (!v->subkey || !v->name) {
			free(v->subkey);
			free(v->name);
			free(copy);
			return -ENOMEM;
		}
		i->value_count++;
	}
	free(v->data);
	v->type = type;
	v->data = copy;
	v->bytes = (uint32_t)bytes;
	v->line = line;
	return 0;
}
int inf_value_set(struct inf_install *i, enum inf_root root, const char *subkey, const char *name, uint32_t type, const char *text,
                  unsigned line)
{
	uint8_t *wide;
	uint64_t v;
	size_t n;
	int r;

	if (type == 4 || type == 11) {
		v = strtoull(text, NULL, 0);
		return inf_value_set_raw(i, root, subkey, name, type, &v, type == 4 ? 4 : 8, line);
	}
	n = inf_utf16(text, &wide);
	if (!wide)
		return -ENOMEM;
	r = inf_value_set_raw(i, root, subkey, name, type, wide, n, line);
	free(wide);
	return r;
}
void inf_install_free(struct inf_install *i)
{
	if (!i)
		return;
	for (unsigned k = 0; k < i->value_count; k++) {
		free(i->values[k].subkey);
		free(i->values[k].name);
		free(i->values[k].data);
	}
	for (unsigned k = 0; k < i->param_count; k++) {
		struct inf_param *p = &i->params[k];

		for (unsigned v = 0; v < p->value_count; v++) {
			free(p->values[v].value);
			free(p->values[v].text);
		}
		free(p->values);
		free(p->keyword);
		free(p->desc);
		free(p->type);
		free(p->fallback);
		free(p->min);
		free(p->max);
		free(p->step);
	}
	free(i->values);
	free(i->params);
	free(i->description);
	free(i->manufacturer);
	free(i->provider);
	free(i->version);
	free(i->date);
	free(i->hardware_id);
	free(i->section);
	free(i->service);
	free(i->sys);
	free(i->class_name);
	free(i);
}
