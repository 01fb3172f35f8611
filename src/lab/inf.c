/*
 * What an INF says about devices: [Strings], [Manufacturer], models sections and their decorations.
 *
 * Decoration: nt[architecture][.major][.minor][.product type][.suite][.build], "INF Manufacturer Section". We are amd64, workstation (1).
 * Of the decorations that fit, the highest version wins; an undecorated models section is the last resort (x64 Windows wants .NTamd64, many
 * test INFs forget it).
 */
#include "lab/inf.h"
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

const struct inf_target inf_target_default = {10, 0, 26100};

const struct inf_section *inf_section(const struct inf *inf, const char *name)
{
	for (unsigned i = 0; i < inf->count; i++)
		if (!strcasecmp(inf->sections[i].name, name))
			return &inf->sections[i];
	return NULL;
}
const struct inf_line *inf_line(const struct inf_section *s, const char *key)
{
	for (unsigned i = 0; s && i < s->count; i++)
		if (s->lines[i].key && !strcasecmp(s->lines[i].key, key))
			return &s->lines[i];
	return NULL;
}
/* [Strings.0409] (English, United States), [Strings.0009] (English), then [Strings]; the first that has the token. */
static const char *token(const struct inf *inf, const char *name)
{
	static const char *const sections[] = {"Strings.0409", "Strings.0009", "Strings"};

	for (size_t i = 0; i < ARRAY_LEN(sections); i++) {
		const struct inf_line *l = inf_line(inf_section(inf, sections[i]), name);

		if (l && l->count)
			return l->field[0];
	}
	return NULL;
}
/* %token% -> its string; %% -> %; a token without a string (directory ids such as %12%) stays as it is. */
char *inf_expand(const struct inf *inf, const char *text)
{
	size_t room = strlen(text) + 1, at = 0;
	char *out = malloc(room), name[256];

	while (out && *text) {
		const char *end = *text == '%' ? strchr(text + 1, '%') : NULL, *value = NULL;
		size_t n, take = 1;

		if (end == text + 1) {
			value = "%";
			take = 2;
		} else if (end && (size_t)(end - text - 1) < sizeof(name)) {
			snprintf(name, sizeof(name), "%.*s", (int)(end - text - 1), text + 1);
			value = token(inf, name);
			if (value)
				take = (size_t)(end - text) + 1;
		}
		n = value ? strlen(value) : 1;
		if (at + n + strlen(text) + 1 > room) {
			char *more = realloc(out, room = at + n + strlen(text) + 64);

			if (!more) {
				free(out);
				return NULL;
			}
			out = more;
		}
		memcpy(out + at, value ? value : text, n);
		at += n;
		text += take;
	}
	if (out)
		out[at] = 0;
	return out;
}
char *inf_field(const struct inf *inf, const struct inf_line *l, unsigned i)
{
	return inf_expand(inf, l && i < l->count ? l->field[i] : "");
}

/* ---- decorations */
struct decoration {
	bool fits;
	unsigned rank; /* architecture named counts most, then version, then build */
	uint64_t version;
};
static unsigned number_at(const char **p)
{
	unsigned v = 0;

	if (**p == '.')
		(*p)++;
	if (**p == '0' && ((*p)[1] == 'x' || (*p)[1] == 'X'))
		return (unsigned)strtoul(*p, (char **)p, 16);
	while (isdigit((unsigned char)**p))
		v = v * 10 + (unsigned)(*(*p)++ - '0');
	while (**p && **p != '.')
		(*p)++;
	return v;
}
static struct decoration decoration_read(const char *text, const struct inf_target *t)
{
	struct decoration d = {0};
	unsigned major, minor, product, build;

	if (!*text)
		return (struct decoration){.fits = true};
	if (strncasecmp(text, "nt", 2))
		return d;
	text += 2;
	if (!strncasecmp(text, "amd64", 5)) {
		d.rank = 2;
		text += 5;
	} else if (*text && *text != '.') {
		return d; /* x86, arm, arm64, ia64 */
	} else {
		d.rank = 1;
	}
	major = number_at(&text);
	minor = number_at(&text);
	product = number_at(&text);
	number_at(&text); /* suite mask: we claim none, and a suite is an OR that a workstation may have */
	build = number_at(&text);
	if (product > 1)
		return d;
	if (major > t->major || (major == t->major && (minor > t->minor || (minor == t->minor && build > t->build))))
		return d;
	d.fits = true;
	d.version = (uint64_t)major << 48 | (uint64_t)minor << 32 | (uint64_t)build << 1 | (product == 1);
	return d;
}
static bool decoration_better(struct decoration a, struct decoration b)
{
	return a.rank != b.rank ? a.rank > b.rank : a.version > b.version;
}

/* ---- models */
static char *trimmed(const char *s)
{
	while (isspace((unsigned char)*s))
		s++;
	return strdup(s);
}
static int model_add(const struct inf *inf, struct inf_model **out, unsigned *count, const struct inf_section *s, const struct inf_line *l,
                     const char *manufacturer)
{
	struct inf_model *more = realloc(*out, (*count + 1) * sizeof(*more)), *m;

	if (!more)
		return -ENOMEM;
	*out = more;
	m = &more[*count];
	memset(m, 0, sizeof(*m));
	m->description = inf_expand(inf, l->key ? l->key : "");
	m->install = inf_field(inf, l, 0);
	m->section = strdup(s->name);
	m->manufacturer = strdup(manufacturer);
	m->line = l->line;
	m->ids = calloc(l->count, sizeof(*m->ids));
	(*count)++;
	if (!m->description || !m->install || !m->section || !m->manufacturer || !m->ids)
		return -ENOMEM;
	for (unsigned i = 1; i < l->count; i++) {
		char *id = inf_field(inf, l, i), *clean = id ? trimmed(id) : NULL;

		free(id);
		if (!clean)
			return -ENOMEM;
		if (*clean)
			m->ids[m->id_count++] = clean;
		else
			free(clean);
	}
	return 0;
}
void inf_models_free(struct inf_model *m, unsigned count)
{
	for (unsigned i = 0; i < count; i++) {
		for (unsigned k = 0; k < m[i].id_count; k++)
			free(m[i].ids[k]);
		free(m[i].ids);
		free(m[i].description);
		free(m[i].install);
		free(m[i].section);
		free(m[i].manufacturer);
	}
	free(m);
}
int inf_models(const struct inf *inf, const struct inf_target *target, struct inf_model **out, unsigned *count, struct err *e)
{
	const struct inf_section *makers = inf_section(inf, "Manufacturer");
	char seen[160] = "";
	int r = 0;

	*out = NULL;
	*count = 0;
	if (!makers)
		return err_set(e, EINVAL, "%s: no [Manufacturer] section: it names no device", inf->name);
	for (unsigned i = 0; i < makers->count && !r; i++) {
		const struct inf_line *l = &makers->lines[i];
		char *base = inf_field(inf, l, 0), *maker = inf_expand(inf, l->key ? l->key : ""), name[300];
		const struct inf_section *best = NULL;
		struct decoration best_d = {0};

		for (unsigned k = 0; base && maker && k < (l->count ? l->count : 1); k++) {
			char *text = k ? inf_field(inf, l, k) : strdup("");
			struct decoration d = decoration_read(text ? text : "", target);
			const struct inf_section *s;

			snprintf(name, sizeof(name), "%s%s%s", base, text && *text ? "." : "", text ? text : "");
			s = inf_section(inf, name);
			if (text && *text && strlen(seen) + strlen(text) + 3 < sizeof(seen))
				snprintf(seen + strlen(seen), sizeof(seen) - strlen(seen), "%s%s", *seen ? ", " : "", text);
			if (s && d.fits && (!best || decoration_better(d, best_d))) {
				best = s;
				best_d = d;
			}
			free(text);
		}
		for (unsigned k = 0; best && k < best->count && !r; k++)
			r = model_add(inf, out, count, best, &best->lines[k], maker);
		if (!base || !maker)
			r = -ENOMEM;
		free(base);
		free(maker);
	}
	if (r) {
		inf_models_free(*out, *count);
		*out = NULL;
		return err_set(e, -r, "%s: out of memory", inf->name);
	}
	if (!*count)
		return err_set(e, ENOENT, "%s: no device for x64 Windows %u.%u build %u in it; it has models for: %s", inf->name,
		               target->major, target->minor, target->build, *seen ? seen : "nothing");
	return 0;
}
bool inf_id_matches(const char *inf_id, const char *device_id)
{
	/* each &PART of the INF's id must be among the device's; that is how the bus driver derives the less specific ids from the full one
	 */
	const char *slash = strchr(inf_id, '\\'), *device_slash = strchr(device_id, '\\'), *p;

	if (!slash || !device_slash)
		return !strcasecmp(inf_id, device_id);
	if (slash - inf_id != device_slash - device_id || strncasecmp(inf_id, device_id, (size_t)(slash - inf_id)))
		return false;
	p = slash + 1;
	while (*p) {
		size_t n = strcspn(p, "&");
		const char *d = device_slash + 1;
		bool found = false;

		while (*d && !found) {
			size_t dn = strcspn(d, "&");

			found = dn == n && !strncasecmp(d, p, n);
			d += dn + (d[dn] == '&');
		}
		if (!found)
			return false;
		p += n + (p[n] == '&');
	}
	return true;
}
