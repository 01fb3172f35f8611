/*
 * The registry: a tree of keys in private memory. The lab keeps the durable copy: it loads it with nt_reg_load() before the driver starts,
 * and learns of every later write through config->on_registry_write, which is called after the write and before the writer is answered (so
 * a keyword is durable before a set is acknowledged).
 *
 * Names compare without case. "ControlSet001" under \Registry\Machine\System is CurrentControlSet. Limits: a value has at most 1 MiB, as in
 * Windows' own advice; names 255 characters (keys) and 16,383 (values).
 */
#include "nt/registry.h"
#include <stdlib.h>
#include <string.h>

pthread_mutex_t nt_reg_lock = PTHREAD_MUTEX_INITIALIZER;
static struct reg_key *root; /* "" : its only child is Registry */

static struct reg_key *key_new(struct reg_key *parent, const WCHAR *name, size_t chars)
{
	struct reg_key *k = calloc(1, sizeof *k);
	if (!k || !(k->name = malloc(chars * 2 + 2))) {
		free(k);
		return NULL;
	}
	memcpy(k->name, name, chars * 2);
	k->name[chars] = 0;
	k->name_chars = (uint32_t)chars;
	k->parent = parent;
	list_init(&k->link);
	list_init(&k->children);
	list_init(&k->values);
	k->written = clock_wall_100ns();
	if (parent) {
		list_add(&parent->children, &k->link);
		parent->child_count++;
	}
	return k;
}

static void value_free(struct reg_value *v)
{
	list_del(&v->link);
	free(v->name);
	free(v->data);
	free(v);
}

static void key_free(struct reg_key *k)
{
	list_each(v, &k->values) value_free(base_container_of(v, struct reg_value, link));
	free(k->name);
	free(k->klass);
	free(k);
}

static void tree_free(struct reg_key *k)
{
	list_each(c, &k->children) tree_free(base_container_of(c, struct reg_key, link));
	key_free(k);
}

static struct reg_key *child(struct reg_key *k, const WCHAR *name, size_t chars)
{
	static const WCHAR set1[] = u"ControlSet001", current[] = u"CurrentControlSet";
	if (!nt_ucs_compare(name, chars, set1, ARRAY_LEN(set1) - 1, true)) {
		name = current;
		chars = ARRAY_LEN(current) - 1;
	}
	list_each(c, &k->children)
	{
		struct reg_key *x = base_container_of(c, struct reg_key, link);
		if (!nt_ucs_compare(x->name, x->name_chars, name, chars, true))
			return x;
	}
	return NULL;
}

/* Walks `path`; `make` decides what happens where a component is missing. */
static struct reg_key *walk(struct reg_key *from, const WCHAR *path, size_t chars, int make, bool *created)
{
	struct reg_key *k = from ? from : root;
	size_t i = 0;
	if (!from && (!chars || path[0] != '\\'))
		return NULL;
	while (k && i < chars) {
		while (i < chars && path[i] == '\\')
			i++;
		size_t end = i;
		while (end < chars && path[end] != '\\')
			end++;
		if (end == i)
			break;
		if (end - i > 255)
			return NULL;
		struct reg_key *next = child(k, path + i, end - i);
		if (!next && make >= 0 && k != root) {
			size_t rest = end;
			while (rest < chars && path[rest] == '\\')
				rest++;
			if (make == REG_MAKE_ALL || rest == chars) {
				next = key_new(k, path + i, end - i);
				k->written = clock_wall_100ns();
				if (created)
					*created = true;
			}
		}
		k = next;
		i = end;
	}
	return k == root ? NULL : k;
}

struct reg_key *nt_reg_find(struct reg_key *from, const WCHAR *path, size_t chars)
{
	return walk(from, path, chars, -1, NULL);
}

struct reg_key *nt_reg_make(struct reg_key *from, const WCHAR *path, size_t chars, enum reg_make how, bool *created)
{
	return walk(from, path, chars, how, created);
}

struct reg_value *nt_reg_value(struct reg_key *k, const WCHAR *name, size_t chars)
{
	list_each(l, &k->values)
	{
		struct reg_value *v = base_container_of(l, struct reg_value, link);
		if (!nt_ucs_compare(v->name, v->name_chars, name, chars, true))
			return v;
	}
	return NULL;
}

int nt_reg_put(struct reg_key *k, const WCHAR *name, size_t chars, uint32_t type, const void *data, size_t bytes)
{
	struct reg_value *v = nt_reg_value(k, name, chars);
	uint8_t *copy = malloc(bytes ? bytes : 1);
	if (!copy || bytes > 1u << 20) {
		free(copy);
		return bytes > 1u << 20 ? -E2BIG : -ENOMEM;
	}
	if (bytes)
		memcpy(copy, data, bytes);
	if (!v) {
		v = calloc(1, sizeof *v);
		if (!v || !(v->name = malloc(chars * 2 + 2))) {
			free(v);
			free(copy);
			return -ENOMEM;
		}
		memcpy(v->name, name, chars * 2);
		v->name[chars] = 0;
		v->name_chars = (uint32_t)chars;
		list_add(&k->values, &v->link);
		k->value_count++;
	}
	free(v->data);
	v->data = copy;
	v->bytes = (uint32_t)bytes;
	v->type = type;
	k->written = clock_wall_100ns();
	return 0;
}

void nt_reg_drop(struct reg_key *k, struct reg_value *v)
{
	value_free(v);
	k->value_count--;
	k->written = clock_wall_100ns();
}

NTSTATUS nt_reg_remove_key(struct reg_key *k)
{
	if (k->deleted)
		return STATUS_KEY_DELETED;
	if (k->child_count || !k->parent || k->parent == root)
		return STATUS_CANNOT_DELETE;
	list_del(&k->link);
	k->parent->child_count--;
	k->deleted = true;
	if (!k->opens)
		key_free(k);
	return STATUS_SUCCESS;
}

void nt_reg_release(struct reg_key *k)
{
	if (!--k->opens && k->deleted)
		key_free(k);
}

size_t nt_reg_path(const struct reg_key *k, char *out, size_t max)
{
	const struct reg_key *chain[128];
	unsigned n = 0;
	size_t at = 0;
	for (; k && k->parent && n < ARRAY_LEN(chain); k = k->parent)
		chain[n++] = k;
	if (max)
		out[0] = 0;
	while (n-- && at + 2 < max) {
		out[at++] = '\\';
		at += nt_utf8_of(chain[n]->name, chain[n]->name_chars, out + at, max - at);
	}
	return at;
}

int nt_reg_tell(const char *path, const WCHAR *name, size_t chars, uint32_t type, const void *data, size_t bytes)
{
	char utf8[512];
	if (!nt_cfg.on_registry_write)
		return 0;
	nt_utf8_of(name, chars, utf8, sizeof utf8);
	return nt_cfg.on_registry_write(path, utf8, type, data, bytes);
}

/* ---- nt_reg_*: UTF-8 paths */
struct wide {
	WCHAR s[1024];
	size_t n;
};
static bool widen(struct wide *w, const char *s)
{
	w->n = nt_utf16_of(s, w->s, ARRAY_LEN(w->s));
	return strlen(s) < ARRAY_LEN(w->s) - 1;
}

static int set(const char *path, const char *name, uint32_t type, const void *data, size_t bytes, bool tell)
{
	struct wide p, n;
	char full[1024];
	uint8_t *owned = NULL;
	if (!widen(&p, path) || !widen(&n, name))
		return -ENAMETOOLONG;
	/* Strings are kept with their terminator, as the API's users on Windows write them. */
	if ((type == REG_SZ || type == REG_EXPAND_SZ) && bytes % 2 == 0 &&
	    (bytes < 2 || memcmp((const uint8_t *)data + bytes - 2, "\0", 2))) {
		owned = calloc(1, bytes + 2);
		if (!owned)
			return -ENOMEM;
		if (bytes)
			memcpy(owned, data, bytes);
		data = owned;
		bytes += 2;
	}
	pthread_mutex_lock(&nt_reg_lock);
	struct reg_key *k = nt_reg_make(NULL, p.s, p.n, REG_MAKE_ALL, NULL);
	int r = k ? 0 : -EINVAL;
	if (k && tell) { /* durable first: what can't be kept (a full disk) is not set either */
		nt_reg_path(k, full, sizeof full);
		pthread_mutex_unlock(&nt_reg_lock);
		r = nt_reg_tell(full, n.s, n.n, type, data, bytes);
		pthread_mutex_lock(&nt_reg_lock);
		k = r ? NULL : nt_reg_make(NULL, p.s, p.n, REG_MAKE_ALL, NULL);
		if (!k && !r)
			r = -EINVAL;
	}
	if (k)
		r = nt_reg_put(k, n.s, n.n, type, data, bytes);
	pthread_mutex_unlock(&nt_reg_lock);
	free(owned);
	return r;
}

int nt_reg_set(const char *path, const char *name, uint32_t type, const void *data, size_t bytes)
{
	return set(path, name, type, data, bytes, true);
}

int nt_reg_load(const char *path, const char *name, uint32_t type, const void *data, size_t bytes)
{
	return set(path, name, type, data, bytes, false);
}

int nt_reg_set_sz(const char *path, const char *name, const char *utf8)
{
	struct wide w;
	if (!widen(&w, utf8))
		return -ENAMETOOLONG;
	return set(path, name, REG_SZ, w.s, w.n * 2 + 2, true);
}

int nt_reg_set_dword(const char *path, const char *name, uint32_t value)
{
	return set(path, name, REG_DWORD, &value, 4, true);
}

long nt_reg_get(const char *path, const char *name, uint32_t *type, void *data, size_t max)
{
	struct wide p, n;
	long r = -ENOENT;
	if (!widen(&p, path) || !widen(&n, name))
		return -ENAMETOOLONG;
	pthread_mutex_lock(&nt_reg_lock);
	struct reg_key *k = nt_reg_find(NULL, p.s, p.n);
	struct reg_value *v = k ? nt_reg_value(k, n.s, n.n) : NULL;
	if (v) {
		r = (long)v->bytes;
		if (type)
			*type = v->type;
		if (v->bytes <= max && v->bytes)
			memcpy(data, v->data, v->bytes);
	}
	pthread_mutex_unlock(&nt_reg_lock);
	return r;
}

int nt_reg_delete(const char *path, const char *name)
{
	struct wide p, n;
	char full[1024];
	int r = -ENOENT;
	if (!widen(&p, path) || !widen(&n, name))
		return -ENAMETOOLONG;
	pthread_mutex_lock(&nt_reg_lock);
	struct reg_key *k = nt_reg_find(NULL, p.s, p.n);
	struct reg_value *v = k ? nt_reg_value(k, n.s, n.n) : NULL;
	if (v) {
		nt_reg_drop(k, v);
		nt_reg_path(k, full, sizeof full);
		r = 0;
	}
	pthread_mutex_unlock(&nt_reg_lock);
	if (!r)
		nt_reg_tell(full, n.s, n.n, 0, NULL, SIZE_MAX);
	return r;
}

void nt_reg_each(const char *path, void (*fn)(void *ctx, const char *name, uint32_t type, const void *data, size_t bytes), void *ctx)
{
	struct wide p;
	struct copy {
		char name[512];
		uint32_t type, bytes;
		uint8_t *data;
	} *copies = NULL;
	unsigned n = 0;
	if (!widen(&p, path))
		return;
	pthread_mutex_lock(&nt_reg_lock);
	struct reg_key *k = nt_reg_find(NULL, p.s, p.n);
	if (k)
		copies = calloc(k->value_count + 1, sizeof *copies);
	if (copies)
		list_each(l, &k->values)
		{
			struct reg_value *v = base_container_of(l, struct reg_value, link);
			nt_utf8_of(v->name, v->name_chars, copies[n].name, sizeof copies[n].name);
			copies[n].type = v->type;
			copies[n].bytes = v->bytes;
			copies[n].data = malloc(v->bytes + 1u);
			if (copies[n].data)
				memcpy(copies[n].data, v->data, v->bytes);
			n++;
		}
	pthread_mutex_unlock(&nt_reg_lock);
	for (unsigned i = 0; i < n; i++) {
		if (copies[i].data)
			fn(ctx, copies[i].name, copies[i].type, copies[i].data, copies[i].bytes);
		free(copies[i].data);
	}
	free(copies);
}

bool nt_reg_key_exists(const char *path)
{
	struct wide p;
	if (!widen(&p, path))
		return false;
	pthread_mutex_lock(&nt_reg_lock);
	bool yes = nt_reg_find(NULL, p.s, p.n) != NULL;
	pthread_mutex_unlock(&nt_reg_lock);
	return yes;
}

static void make(const char *path)
{
	struct wide p;
	if (widen(&p, path))
		nt_reg_make(NULL, p.s, p.n, REG_MAKE_ALL, NULL);
}

int nt_reg_init(void)
{
	static const char *const keys[] = {"\\Registry\\Machine\\System\\CurrentControlSet\\Services",
	                                   "\\Registry\\Machine\\System\\CurrentControlSet\\Enum",
	                                   "\\Registry\\Machine\\System\\CurrentControlSet\\Control\\Class",
	                                   "\\Registry\\Machine\\System\\CurrentControlSet\\Control\\DeviceClasses",
	                                   "\\Registry\\Machine\\System\\CurrentControlSet\\Control\\Network",
	                                   "\\Registry\\Machine\\Software\\Microsoft\\Windows NT\\CurrentVersion",
	                                   "\\Registry\\Machine\\Hardware\\DeviceMap",
	                                   "\\Registry\\User\\.Default"};
	root = key_new(NULL, u"", 0);
	if (!root || !key_new(root, u"Registry", 8))
		return -ENOMEM;
	for (unsigned i = 0; i < ARRAY_LEN(keys); i++)
		make(keys[i]);
	const struct nt_windows *w = nt_windows_version();
	char text[16];
	__builtin_snprintf(text, sizeof text, "%u.%u", w->major, w->minor);
	WCHAR wide[16];
	size_t n = nt_utf16_of(text, wide, ARRAY_LEN(wide));
	nt_reg_load(keys[5], "CurrentVersion", REG_SZ, wide, n * 2);
	__builtin_snprintf(text, sizeof text, "%u", w->build);
	n = nt_utf16_of(text, wide, ARRAY_LEN(wide));
	nt_reg_load(keys[5], "CurrentBuildNumber", REG_SZ, wide, n * 2);
	nt_reg_load(keys[5], "CurrentBuild", REG_SZ, wide, n * 2);
	nt_reg_load(keys[5], "CurrentMajorVersionNumber", REG_DWORD, &w->major, 4);
	nt_reg_load(keys[5], "CurrentMinorVersionNumber", REG_DWORD, &w->minor, 4);
	return 0;
}

void nt_reg_exit(void)
{
	if (root)
		tree_free(root);
	root = NULL;
}
