/*
 * AddReg and DelReg: what a line of them does to the registry as it would be after installation. Pages: "INF AddReg Directive", "INF DelReg
 * Directive".
 */
#include "lab/inf_job.h"
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static uint32_t flags_of(const char *text, bool *ok)
{
	char *end;
	unsigned long v = strtoul(text, &end, 0);

	while (isspace((unsigned char)*end))
		end++;
	*ok = *end == 0;
	return (uint32_t)v;
}
/* The registry type that an AddReg flags value means: REG_SZ by default, the documented ones, or any type number in the high word. */
static uint32_t type_of(uint32_t flags)
{
	switch (flags & 0xffff0001) {
	case 0x00000000:
		return TYPE_SZ;
	case 0x00000001:
		return TYPE_BINARY;
	case 0x00010000:
		return TYPE_MULTI;
	case 0x00020000:
		return TYPE_EXPAND;
	case 0x00010001:
		return TYPE_DWORD;
	case 0x00020001:
		return 0; /* REG_NONE */
	default:
		return flags >> 16;
	}
}
static int put_value(struct inf_job *j, enum inf_root root, const char *subkey, const char *name, uint32_t flags, const struct inf_line *l)
{
	uint32_t type = type_of(flags);
	unsigned values = l->count > 4 ? l->count - 4 : 0;
	uint8_t *data = NULL;
	size_t bytes = 0;
	bool ok;
	int r;

	if ((flags & 0x2) && inf_value_find(j->i, root, subkey, name))
		return 0; /* FLG_ADDREG_NOCLOBBER */
	if ((flags & 0x20) && !inf_value_find(j->i, root, subkey, name))
		return 0; /* FLG_ADDREG_OVERWRITEONLY */
	if (type == TYPE_SZ || type == TYPE_EXPAND || type == TYPE_MULTI) {
		const struct inf_value *old = type == TYPE_MULTI && (flags & 8) ? inf_value_find(j->i, root, subkey, name) : NULL;

		data = malloc(4);
		if (old && data) { /* FLG_ADDREG_APPEND: without the old terminator */
			uint8_t *more = realloc(data, old->bytes + 4);

			if (!more) {
				free(data);
				return -ENOMEM;
			}
			data = more;
			bytes = old->bytes >= 2 ? old->bytes - 2 : 0;
			memcpy(data, old->data, bytes);
		}
		for (unsigned k = 0; data && k < (type == TYPE_MULTI ? values : 1); k++) {
			char *text = inf_field(j->inf, l, 4 + k);
			uint8_t *wide = NULL, *more;
			size_t n = text ? inf_utf16(text, &wide) : 0;

			free(text);
			more = wide ? realloc(data, bytes + n + 2) : NULL;
			if (!more) {
				free(wide);
				free(data);
				return -ENOMEM;
			}
			data = more;
			memcpy(data + bytes, wide, n);
			bytes += n;
			free(wide);
		}
		if (data && type == TYPE_MULTI) {
			data[bytes++] = 0;
			data[bytes++] = 0;
		}
	} else if (type == TYPE_DWORD && values <= 1) {
		char *text = inf_field(j->inf, l, 4);
		char *end = NULL;
		long long v = text && *text ? strtoll(text, &end, 0) : 0;
		uint32_t v32 = (uint32_t)v;

		ok = text && (!*text || *end == 0) && v >= INT32_MIN && v <= (long long)UINT32_MAX;
		r = ok ? 0 : inf_wrong(j, l->line, "'%s' is no 32-bit number", text ? text : "");
		free(text);
		if (r)
			return r;
		return inf_value_set_raw(j->i, root, subkey, name, type, &v32, 4, l->line);
	} else {
		data = malloc(values + 1); /* bytes, each a field: "01,02,0f"; a DWORD may be given as four of them */
		for (unsigned k = 0; data && k < values; k++) {
			char *text = inf_field(j->inf, l, 4 + k), *end = NULL;
			unsigned long v = text ? strtoul(text, &end, 16) : 0;

			if (text && !*text && values == 1) {
				free(text);
				break;
			}
			r = text && end != text && !*end && v <= 0xff
			            ? 0
			            : inf_wrong(j, l->line, "'%s' is no byte in hexadecimal", text ? text : "");
			free(text);
			if (r) {
				free(data);
				return r;
			}
			data[bytes++] = (uint8_t)v;
		}
	}
	if (!data)
		return -ENOMEM;
	r = inf_value_set_raw(j->i, root, subkey, name, type, data, bytes, l->line);
	free(data);
	return r;
}
static void delete_values(struct inf_install *i, enum inf_root root, const char *subkey, const char *name)
{
	unsigned kept = 0;

	for (unsigned k = 0; k < i->value_count; k++) {
		struct inf_value *v = &i->values[k];
		size_t n = strlen(subkey);
		bool hit = v->root == root && (name ? !strcasecmp(v->subkey, subkey) && !strcasecmp(v->name, name)
		                                    : !strncasecmp(v->subkey, subkey, n) && (!v->subkey[n] || v->subkey[n] == '\\' || !n));

		if (!hit) {
			i->values[kept++] = *v;
			continue;
		}
		free(v->subkey);
		free(v->name);
		free(v->data);
	}
	i->value_count = kept;
}
/* Which key a reg-root and subkey mean. False: a root that does not exist for a device here (HKCU, HKU): ignored. */
static int find_root(struct inf_job *j, const struct inf_line *l, enum inf_root hkr, enum inf_root *root, char **subkey)
{
	static const struct {
		const char *name, *path;
	} absolute[] = {{"HKLM", "\\Registry\\Machine"},
	                {"HKCR", "\\Registry\\Machine\\SOFTWARE\\Classes"},
	                {"HKCU", "\\Registry\\User\\.Default"},
	                {"HKU", "\\Registry\\User"}};
	char *where = inf_field(j->inf, l, 0), *sub = inf_field(j->inf, l, 1), *full;
	int r = -EINVAL;

	*subkey = NULL;
	if (!where || !sub) {
		r = -ENOMEM;
	} else if (!strcasecmp(where, "HKR")) {
		*root = hkr;
		*subkey = sub;
		sub = NULL;
		r = 0;
	} else {
		for (size_t k = 0; k < ARRAY_LEN(absolute); k++)
			if (!strcasecmp(where, absolute[k].name) &&
			    asprintf(&full, "%s%s%s", absolute[k].path, *sub ? "\\" : "", sub) >= 0) {
				*root = INF_ABSOLUTE;
				*subkey = full;
				r = 0;
			}
		if (r)
			r = inf_wrong(j, l->line, "'%s' is no registry root (HKR, HKLM, HKCR, HKCU, HKU)", where);
	}
	free(where);
	free(sub);
	/* "Ndi\params\" and "Ndi\params" are one key */
	for (size_t n = *subkey ? strlen(*subkey) : 0; n && ((*subkey)[n - 1] == '\\' || (*subkey)[n - 1] == ' '); n--)
		(*subkey)[n - 1] = 0;
	return r;
}
int inf_add_reg(struct inf_job *j, const char *section, enum inf_root hkr, unsigned from)
{
	const struct inf_section *s = inf_section(j->inf, section);
	int r = 0;

	if (!s)
		return inf_wrong(j, from, "AddReg names section [%s], which is not in the file", section);
	for (unsigned k = 0; k < s->count && !r; k++) {
		const struct inf_line *l = &s->lines[k];
		enum inf_root root = hkr;
		char *subkey = NULL, *name = NULL, *text = NULL;
		bool ok = true;
		uint32_t flags;

		if (l->key) { /* no '=' belongs into an AddReg line outside of quotes */
			r = inf_wrong(j, l->line, "'%s = ...' in an AddReg section; a line is: HKR, [subkey], [name], [flags], [value]",
			              l->key);
			break;
		}
		r = find_root(j, l, hkr, &root, &subkey);
		name = inf_field(j->inf, l, 2);
		text = inf_field(j->inf, l, 3);
		flags = text ? flags_of(text, &ok) : 0;
		if (!r && !ok)
			r = inf_wrong(j, l->line, "'%s' are no AddReg flags (a number)", text);
		if (!r && (flags & 0x4))
			delete_values(j->i, root, subkey, name);  /* FLG_ADDREG_DELVAL */
		else if (!r && !(flags & 0x10) && (l->count > 2)) /* FLG_ADDREG_KEYONLY */
			r = put_value(j, root, subkey, name, flags, l);
		free(subkey);
		free(name);
		free(text);
	}
	return r;
}
int inf_del_reg(struct inf_job *j, const char *section, enum inf_root hkr, unsigned from)
{
	const struct inf_section *s = inf_section(j->inf, section);
	int r = 0;

	if (!s)
		return inf_wrong(j, from, "DelReg names section [%s], which is not in the file", section);
	for (unsigned k = 0; k < s->count && !r; k++) {
		enum inf_root root = hkr;
		char *subkey = NULL, *name = s->lines[k].count > 2 ? inf_field(j->inf, &s->lines[k], 2) : NULL;

		r = find_root(j, &s->lines[k], hkr, &root, &subkey);
		if (!r)
			delete_values(j->i, root, subkey, name);
		free(subkey);
		free(name);
	}
	return r;
}
