/*
 * A DDInstall section carried out on paper: every registry value that Windows would have after installing the device. What a line of AddReg
 * or DelReg does: inf_addreg.c; the keywords it offers: inf_params.c. Pages: "INF DDInstall Section", "INF AddService Directive".
 *
 * Order as at an installation: AddReg and DelReg of the section (and of what it Needs), .HW, .Services, the section's own entries (*IfType,
 * ...), then for each Ndi\params keyword that is not optional and has no value yet, its Default, as a string.
 */
#include "lab/inf_job.h"
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

int inf_wrong(struct inf_job *j, unsigned line, const char *fmt, const char *arg)
{
	char text[300];

	snprintf(text, sizeof(text), fmt, arg);
	return err_set(j->e, EINVAL, "%s:%u: %s", j->inf->name, line, text);
}
void inf_note(struct inf_job *j, const char *fmt, const char *arg)
{
	size_t at = strlen(j->i->notes);

	if (at)
		at += (size_t)snprintf(j->i->notes + at, sizeof(j->i->notes) - at, "; ");
	if (at < sizeof(j->i->notes))
		snprintf(j->i->notes + at, sizeof(j->i->notes) - at, fmt, arg);
}
static int copy_files(struct inf_job *j, const struct inf_line *l)
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
static int run_section(struct inf_job *j, const struct inf_section *s, enum inf_root hkr)
{
	int r = 0;

	if (++j->depth > INF_MAX_NEEDS)
		return inf_wrong(j, s->line, "Needs goes deeper than 16 sections at [%s]", s->name);
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
				r = inf_add_reg(j, what, hkr, l->line);
			else if (!strcasecmp(l->key, "DelReg"))
				r = inf_del_reg(j, what, hkr, l->line);
			else if (!strcasecmp(l->key, "Include"))
				inf_note(j, "Include=%s not read", what);
			else if (!strcasecmp(l->key, "Needs")) {
				const struct inf_section *needed = inf_section(j->inf, what);

				if (needed)
					r = run_section(j, needed, hkr);
				else
					inf_note(j, "Needs=%s is in another file", what);
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
static int services(struct inf_job *j, const struct inf_section *s)
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
				r = inf_wrong(j, l->line, "AddService names section [%s], which is not in the file", section);
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

						r = reg ? inf_add_reg(j, reg, INF_SERVICE, ss->lines[n].line) : -ENOMEM;
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
	struct inf_job j = {.inf = inf, .e = e};
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
		r = inf_wrong(&j, m->line, "install section [%s] is not in the file", m->install);
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
		r = inf_params(j.i);
	if (!r && !j.i->service)
		inf_note(&j, "no AddService%s", "");
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
