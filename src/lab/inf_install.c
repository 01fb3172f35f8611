/*
 * A DDInstall section carried out on paper: every registry value that Windows would have after installing the device. Pages: "INF DDInstall
 * Section", "INF AddReg Directive", "INF DelReg Directive", "INF AddService Directive", "Specifying Configuration Parameters for the
 * Advanced Properties Page".
 *
 * Order as at an installation: AddReg and DelReg of the section (and of what it Needs), .HW, .Services, the section's own entries (*IfType,
 * ...), then for each Ndi\params keyword that is not optional and has no value yet, its Default, as a string.
 */
#include "lab/inf.h"
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define TYPE_SZ     1u
#define TYPE_EXPAND 2u
#define TYPE_BINARY 3u
#define TYPE_DWORD  4u
#define TYPE_MULTI  7u

struct job {
	const struct inf *inf;
	struct inf_install *i;
	struct err *e;
	unsigned depth;
};
static int wrong(struct job *j, unsigned line, const char *fmt, const char *arg)
{
	char text[300];

	snprintf(text, sizeof(text), fmt, arg);
	return err_set(j->e, EINVAL, "%s:%u: %s", j->inf->name, line, text);
}
static void note(struct job *j, const char *fmt, const char *arg)
{
	size_t at = strlen(j->i->notes);

	if (at)
		at += (size_t)snprintf(j->i->notes + at, sizeof(j->i->notes) - at, "; ");
	if (at < sizeof(j->i->notes))
		snprintf(j->i->notes + at, sizeof(j->i->notes) - at, fmt, arg);
}
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
static int put_value(struct job *j, enum inf_root root, const char *subkey, const char *name, uint32_t flags, const struct inf_line *l)
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
		r = ok ? 0 : wrong(j, l->line, "'%s' is no 32-bit number", text ? text : "");
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
			            : wrong(j, l->line, "'%s' is no byte in hexadecimal", text ? text : "");
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
static int find_root(struct job *j, const struct inf_line *l, enum inf_root hkr, enum inf_root *root, char **subkey)
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
			r = wrong(j, l->line, "'%s' is no registry root (HKR, HKLM, HKCR, HKCU, HKU)", where);
	}
	free(where);
	free(sub);
	/* "Ndi\params\" and "Ndi\params" are one key */
	for (size_t n = *subkey ? strlen(*subkey) : 0; n && ((*subkey)[n - 1] == '\\' || (*subkey)[n - 1] == ' '); n--)
		(*subkey)[n - 1] = 0;
	return r;
}
static int add_reg(struct job *j, const char *section, enum inf_root hkr, unsigned from)
{
	const struct inf_section *s = inf_section(j->inf, section);
	int r = 0;

	if (!s)
		return wrong(j, from, "AddReg names section [%s], which is not in the file", section);
	for (unsigned k = 0; k < s->count && !r; k++) {
		const struct inf_line *l = &s->lines[k];
		enum inf_root root = hkr;
		char *subkey = NULL, *name = NULL, *text = NULL;
		bool ok = true;
		uint32_t flags;

		if (l->key) { /* no '=' belongs into an AddReg line outside of quotes */
			r = wrong(j, l->line, "'%s = ...' in an AddReg section; a line is: HKR, [subkey], [name], [flags], [value]",
			          l->key);
			break;
		}
		r = find_root(j, l, hkr, &root, &subkey);
		name = inf_field(j->inf, l, 2);
		text = inf_field(j->inf, l, 3);
		flags = text ? flags_of(text, &ok) : 0;
		if (!r && !ok)
			r = wrong(j, l->line, "'%s' are no AddReg flags (a number)", text);
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
static int del_reg(struct job *j, const char *section, enum inf_root hkr, unsigned from)
{
	const struct inf_section *s = inf_section(j->inf, section);
	int r = 0;

	if (!s)
		return wrong(j, from, "DelReg names section [%s], which is not in the file", section);
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
static int copy_files(struct job *j, const struct inf_line *l)
{
	for (unsigned k = 0; k < l->count && !j->i->sys; k++) {
		char *what = inf_field(j->inf, l, k);
		const struct inf_section *s = what && *what != '@' ? inf_section(j->inf, what) : NULL;

		if (what && *what == '@' && strlen(what) > 4 && !strcasecmp(what + strlen(what) - 4, ".sys"))
			j->i->sys = strdup(what + 1);
		for (unsigned n = 0; s && n < s->count && !j->i->sys; n++) {
			char *file = inf_field(j->inf, &s->lines[n], 0);

			if (file && strlen(file) > 4 && !strcasecmp(file + strlen(file) - 4, ".sys"))
				j->i->sys = strdup(file);
			free(file);
		}
		free(what);
	}
	return 0;
}
static int run_section(struct job *j, const struct inf_section *s, enum inf_root hkr)
{
	int r = 0;

	if (++j->depth > INF_MAX_NEEDS)
		return wrong(j, s->line, "Needs goes deeper than 16 sections at [%s]", s->name);
	for (unsigned k = 0; k < s->count && !r; k++) {
		const struct inf_line *l = &s->lines[k];

		if (!l->key)
			continue;
		for (unsigned n = 0; n < l->count && !r; n++) {
			char *what = inf_field(j->inf, l, n);

			if (!what)
				r = -ENOMEM;
			else if (!*what)
				;
			else if (!strcasecmp(l->key, "AddReg"))
				r = add_reg(j, what, hkr, l->line);
			else if (!strcasecmp(l->key, "DelReg"))
				r = del_reg(j, what, hkr, l->line);
			else if (!strcasecmp(l->key, "Include"))
				note(j, "Include=%s not read", what);
			else if (!strcasecmp(l->key, "Needs")) {
				const struct inf_section *needed = inf_section(j->inf, what);

				if (needed)
					r = run_section(j, needed, hkr);
				else
					note(j, "Needs=%s is in another file", what);
			}
			free(what);
		}
		if (!r && !strcasecmp(l->key, "CopyFiles"))
			r = copy_files(j, l);
		if (!r && hkr == INF_ADAPTER) {
			char *value = inf_field(j->inf, l, 0);
			const char *base = l->key;
			uint32_t v = value ? (uint32_t)strtoul(value, NULL, 0) : 0;

			/* entries that the network class installer copies into the software key */
			if (!strcasecmp(base, "Characteristics")) {
				j->i->characteristics = v;
				r = inf_value_set_raw(j->i, INF_ADAPTER, "", "Characteristics", TYPE_DWORD, &v, 4, l->line);
			} else if (!strcasecmp(base, "BusType")) {
				r = inf_value_set(j->i, INF_ADAPTER, "", "BusType", TYPE_SZ, value ? value : "", l->line);
			} else if (base[0] == '*' || !strcasecmp(base, "EnableDhcp") || !strcasecmp(base, "NetCfgDisableBindings")) {
				r = inf_value_set_raw(j->i, INF_ADAPTER, "", base, TYPE_DWORD, &v, 4, l->line);
			}
			free(value);
		}
	}
	j->depth--;
	return r;
}
/* [install.Services]: AddService = name, flags, service-section[, event-log section]. Flag 2 marks the function driver. */
static int services(struct job *j, const struct inf_section *s)
{
	int r = 0;

	for (unsigned k = 0; s && k < s->count && !r; k++) {
		const struct inf_line *l = &s->lines[k];
		char *name, *flags, *section, *binary = NULL;
		const struct inf_section *ss;

		if (!l->key || strcasecmp(l->key, "AddService"))
			continue;
		name = inf_field(j->inf, l, 0);
		flags = inf_field(j->inf, l, 1);
		section = inf_field(j->inf, l, 2);
		if (name && flags && section && *name && (strtoul(flags, NULL, 0) & 2 || !j->i->service)) {
			free(j->i->service);
			j->i->service = strdup(name);
			ss = inf_section(j->inf, section);
			if (!ss) {
				r = wrong(j, l->line, "AddService names section [%s], which is not in the file", section);
			} else {
				const struct inf_line *bin = inf_line(ss, "ServiceBinary");
				const char *slash;

				binary = bin ? inf_field(j->inf, bin, 0) : NULL;
				slash = binary ? strrchr(binary, '\\') : NULL;
				if (binary && (slash ? slash[1] : *binary)) {
					free(j->i->sys);
					j->i->sys = strdup(slash ? slash + 1 : binary);
				}
				for (unsigned n = 0; n < ss->count && !r; n++)
					for (unsigned m = 0;
					     ss->lines[n].key && !strcasecmp(ss->lines[n].key, "AddReg") && m < ss->lines[n].count && !r;
					     m++) {
						char *reg = inf_field(j->inf, &ss->lines[n], m);

						r = reg ? add_reg(j, reg, INF_SERVICE, ss->lines[n].line) : -ENOMEM;
						free(reg);
					}
			}
		}
		free(binary);
		free(name);
		free(flags);
		free(section);
	}
	return r;
}

/* ---- Ndi\params */
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
static int params(struct inf_install *i)
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

/* ---- the whole */
/* The DDInstall section with the best decoration: name.NTamd64..., name.NT, name. */
static const struct inf_section *install_section(const struct inf *inf, const char *base)
{
	static const char *const tails[] = {".NTamd64", ".NT", ""};
	const struct inf_section *best = NULL;
	size_t n = strlen(base);
	char name[300];

	for (unsigned i = 0; i < inf->count; i++) { /* versioned: name.NTamd64.10.0...; the longest wins */
		const char *s = inf->sections[i].name;

		if (!strncasecmp(s, base, n) && !strncasecmp(s + n, ".NTamd64.", 9) && isdigit((unsigned char)s[n + 9]) &&
		    (!best || strlen(s) > strlen(best->name)) &&
		    !strpbrk(s + n + 9, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"))
			best = &inf->sections[i];
	}
	for (size_t i = 0; i < ARRAY_LEN(tails) && !best; i++) {
		snprintf(name, sizeof(name), "%s%s", base, tails[i]);
		best = inf_section(inf, name);
	}
	return best;
}
static const struct inf_section *side_section(const struct inf *inf, const struct inf_section *install, const char *base, const char *tail)
{
	char name[320];
	const struct inf_section *s;

	snprintf(name, sizeof(name), "%s.%s", install->name, tail);
	s = inf_section(inf, name);
	if (s)
		return s;
	snprintf(name, sizeof(name), "%s.%s", base, tail);
	return inf_section(inf, name);
}
static const struct inf_model *choose(const struct inf_model *m, unsigned count, const char *hardware_id, const char **id)
{
	const struct inf_model *best = NULL;
	size_t length = 0;

	for (unsigned i = 0; i < count; i++)
		for (unsigned k = 0; k < m[i].id_count; k++) {
			if (hardware_id ? !inf_id_matches(m[i].ids[k], hardware_id) : strncasecmp(m[i].ids[k], "PCI\\", 4) != 0)
				continue;
			if (!best || (hardware_id && strlen(m[i].ids[k]) > length)) {
				best = &m[i];
				*id = m[i].ids[k];
				length = strlen(m[i].ids[k]);
			}
		}
	if (!best && !hardware_id && count) {
		best = &m[0];
		*id = m[0].id_count ? m[0].ids[0] : "";
	}
	return best;
}
static char *version_entry(const struct inf *inf, const char *key, unsigned field)
{
	const struct inf_line *l = inf_line(inf_section(inf, "Version"), key);

	return l ? inf_field(inf, l, field) : strdup("");
}
static int check_version(const struct inf *inf, struct err *e)
{
	const struct inf_section *v = inf_section(inf, "Version");
	char *signature, *class_name;
	int r = 0;

	if (!v)
		return err_set(e, EINVAL, "%s: no [Version] section: this is not a driver's INF", inf->name);
	signature = version_entry(inf, "Signature", 0);
	class_name = version_entry(inf, "Class", 0);
	if (!signature || !class_name)
		r = -ENOMEM;
	else if (strcasecmp(signature, "$Windows NT$") && strcasecmp(signature, "$Chicago$"))
		r = err_set(e, EINVAL, "%s:%u: Signature is '%s', not \"$Windows NT$\"", inf->name, v->line, signature);
	else if (*class_name && strcasecmp(class_name, "Net"))
		r = err_set(e, EINVAL, "%s:%u: Class is '%s', not Net: this driver is for no network adapter", inf->name, v->line,
		            class_name);
	free(signature);
	free(class_name);
	return r;
}
int inf_install(const struct inf *inf, const char *hardware_id, const struct inf_target *target, struct inf_install **out, struct err *e)
{
	struct inf_model *models;
	const struct inf_model *m;
	const struct inf_section *s;
	const char *id = "";
	unsigned count;
	struct job j = {.inf = inf, .e = e};
	int r = check_version(inf, e);

	*out = NULL;
	if (r)
		return r;
	r = inf_models(inf, target, &models, &count, e);
	if (r)
		return r;
	m = choose(models, count, hardware_id, &id);
	if (!m) {
		r = err_set(e, ENODEV, "%s: no model for %s; it serves %s%s", inf->name, hardware_id,
		            models[0].id_count ? models[0].ids[0] : models[0].install, count > 1 ? " and others" : "");
		inf_models_free(models, count);
		return r;
	}
	j.i = calloc(1, sizeof(*j.i));
	s = install_section(inf, m->install);
	if (!j.i)
		r = -ENOMEM;
	else if (!s)
		r = wrong(&j, m->line, "install section [%s] is not in the file", m->install);
	if (!r) {
		j.i->description = strdup(m->description);
		j.i->manufacturer = strdup(m->manufacturer);
		j.i->hardware_id = strdup(id);
		j.i->section = strdup(s->name);
		j.i->provider = version_entry(inf, "Provider", 0);
		j.i->date = version_entry(inf, "DriverVer", 0);
		j.i->version = version_entry(inf, "DriverVer", 1);
		j.i->class_name = version_entry(inf, "Class", 0);
		j.i->root = strncasecmp(id, "PCI\\", 4) != 0;
		r = run_section(&j, s, INF_ADAPTER);
	}
	if (!r && side_section(inf, s, m->install, "HW")) {
		j.depth = 0;
		r = run_section(&j, side_section(inf, s, m->install, "HW"), INF_HARDWARE);
	}
	if (!r)
		r = services(&j, side_section(inf, s, m->install, "Services"));
	if (!r)
		r = params(j.i);
	if (!r && !j.i->service)
		note(&j, "no AddService%s", "");
	inf_models_free(models, count);
	if (r) {
		inf_install_free(j.i);
		return r == -ENOMEM ? err_set(e, ENOMEM, "%s: out of memory", inf->name) : r;
	}
	*out = j.i;
	return 0;
}
struct inf_install *inf_install_generic(const char *service)
{
	static const struct {
		const char *name;
		uint32_t value;
	} dwords[] = {{"Characteristics", 0x84}, {"*IfType", 6}, {"*MediaType", 0}, {"*PhysicalMediaType", 14}};
	struct inf_install *i = calloc(1, sizeof(*i));
	char text[160];

	if (!i)
		return NULL;
	snprintf(text, sizeof(text), "%s (no INF)", service);
	i->description = strdup(text);
	i->manufacturer = strdup("");
	i->provider = strdup("");
	i->version = strdup("");
	i->date = strdup("");
	i->hardware_id = strdup("");
	i->section = strdup("");
	i->class_name = strdup("Net");
	i->service = strdup(service);
	i->characteristics = 0x84;
	snprintf(i->notes, sizeof(i->notes), "no INF: Ethernet defaults, no advanced properties");
	for (size_t k = 0; k < ARRAY_LEN(dwords); k++)
		inf_value_set_raw(i, INF_ADAPTER, "", dwords[k].name, TYPE_DWORD, &dwords[k].value, 4, 0);
	inf_value_set(i, INF_ADAPTER, "", "BusType", TYPE_SZ, "5", 0);
	return i;
}
