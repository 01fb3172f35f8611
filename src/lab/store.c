#include "lab/store.h"
#include "report/report.h"
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

struct store {
	char path[PATH_MAX - 8], directory[PATH_MAX - 80], service[80];
	json_t *values;
};

int store_directory(char *out, size_t max, struct err *e)
{
	const char *dir = getenv("FLUE_STATE"), *tail = "";

	if (!dir || !*dir) {
		dir = getenv("XDG_STATE_HOME");
		tail = "/flue";
	}
	if (!dir || *dir != '/') {
		dir = getenv("HOME");
		tail = "/.local/state/flue";
	}
	if (!dir || *dir != '/')
		return err_set(e, ENOENT, "no place for keywords: set FLUE_STATE, XDG_STATE_HOME or HOME to a directory");
	if (snprintf(out, max, "%s%s", dir, tail) >= (int)max)
		return err_set(e, ENAMETOOLONG, "the state directory's name is too long");
	return 0;
}
static int make_directories(const char *path, struct err *e)
{
	char part[PATH_MAX];

	snprintf(part, sizeof(part), "%s", path);
	for (char *p = part + 1;; p++) {
		if (*p && *p != '/')
			continue;
		char keep = *p;

		*p = 0;
		if (mkdir(part, 0700) && errno != EEXIST)
			return err_set(e, errno, "%s can't be made: %s; set FLUE_STATE to a directory of yours", part, strerror(errno));
		*p = keep;
		if (!keep)
			return 0;
	}
}
static int load(struct store *s, char *note, size_t note_max, struct err *e)
{
	json_error_t je;
	json_t *root, *values;
	const char *service;

	root = json_load_file(s->path, 0, &je);
	if (!root) {
		if (access(s->path, F_OK) && errno == ENOENT)
			return 0;
		return err_set(e, EIO, "%s can't be read (%s); move it away to start with the INF's defaults", s->path, je.text);
	}
	service = json_string_value(json_object_get(root, "service"));
	values = json_object_get(root, "values");
	if (service && strcasecmp(service, s->service)) {
		snprintf(note, note_max, "%s belongs to driver '%s': not used", s->path, service);
	} else if (json_is_array(values)) {
		json_decref(s->values);
		s->values = json_incref(values);
		if (json_array_size(values))
			snprintf(note, note_max, "%zu setting%s from %s", json_array_size(values), json_array_size(values) == 1 ? "" : "s",
			         s->path);
	}
	json_decref(root);
	return 0;
}
int store_open(const char *name, const char *service, struct store **out, char *note, size_t note_max, struct err *e)
{
	struct store *s = calloc(1, sizeof(*s));
	int r = 0;

	*out = NULL;
	if (note_max)
		*note = 0;
	if (!s || !(s->values = json_array())) {
		free(s);
		return err_set(e, ENOMEM, "out of memory");
	}
	snprintf(s->service, sizeof(s->service), "%s", service);
	if (name) {
		r = store_directory(s->directory, sizeof(s->directory), e);
		if (!r && snprintf(s->path, sizeof(s->path), "%s/%s.json", s->directory, name) >= (int)sizeof(s->path))
			r = err_set(e, ENAMETOOLONG, "the state file's name is too long");
		if (!r)
			r = load(s, note, note_max, e);
	}
	if (r)
		store_close(s);
	else
		*out = s;
	return r;
}
void store_close(struct store *s)
{
	if (!s)
		return;
	json_decref(s->values);
	free(s);
}
static int write_all(int fd, const char *text, size_t n)
{
	while (n) {
		ssize_t did = write(fd, text, n);

		if (did < 0 && errno == EINTR)
			continue;
		if (did < 0)
			return -errno;
		text += did;
		n -= (size_t)did;
	}
	return 0;
}
static int save(struct store *s, const json_t *values, struct err *e)
{
	char temporary[PATH_MAX], *text;
	json_t *root;
	int fd, dir, r;

	if (!*s->path)
		return 0;
	r = make_directories(s->directory, e);
	if (r)
		return r;
	root = json_pack("{s:i,s:s,s:O}", "version", 1, "service", s->service, "values", values);
	text = root ? json_dumps(root, JSON_INDENT(1)) : NULL;
	json_decref(root);
	if (!text)
		return err_set(e, ENOMEM, "out of memory");
	snprintf(temporary, sizeof(temporary), "%s.new", s->path);
	fd = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
	r = fd < 0 ? -errno : write_all(fd, text, strlen(text));
	free(text);
	if (!r && fsync(fd))
		r = -errno;
	if (fd >= 0 && close(fd) && !r)
		r = -errno;
	if (!r && rename(temporary, s->path))
		r = -errno;
	if (r) {
		if (fd >= 0)
			unlink(temporary);
		return err_set(e, -r, "settings can't be kept: %s: %s; the file has what it had", s->path, strerror(-r));
	}
	dir = open(s->directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (dir >= 0) {
		if (fsync(dir))
			log_line(LOG_DEBUG, "%s: fsync: %s", s->directory, strerror(errno));
		close(dir);
	}
	return 0;
}
static bool same(const json_t *a, const char *path, const char *name)
{
	const char *p = json_string_value(json_object_get(a, "path")), *n = json_string_value(json_object_get(a, "name"));

	return p && n && !strcasecmp(p, path) && !strcasecmp(n, name);
}
static int merge(json_t *values, json_t *one)
{
	const char *path = json_string_value(json_object_get(one, "path")), *name = json_string_value(json_object_get(one, "name"));
	json_t *v;
	size_t i;

	if (!path || !name)
		return -EINVAL;
	json_array_foreach(values, i, v) if (same(v, path, name)) return json_array_set(values, i, one);
	return json_array_append(values, one);
}
int store_put_many(struct store *s, const json_t *values, struct err *e)
{
	json_t *next = json_deep_copy(s->values), *v;
	size_t i;
	int r = 0;

	if (!next)
		return err_set(e, ENOMEM, "out of memory");
	json_array_foreach((json_t *)values, i, v) if (!r && merge(next, v)) r =
	        err_set(e, EINVAL, "a registry value without path or name");
	if (!r && !json_equal(next, s->values))
		r = save(s, next, e);
	if (r) {
		json_decref(next);
		return r;
	}
	json_decref(s->values);
	s->values = next;
	return 0;
}
int store_put(struct store *s, const char *path, const char *name, uint32_t type, const void *data, size_t bytes, struct err *e)
{
	char *hex = bytes == SIZE_MAX ? NULL : report_hex(data, bytes);
	json_t *one = bytes == SIZE_MAX
	                      ? json_pack("[{s:s,s:s,s:b}]", "path", path, "name", name, "delete", 1)
	                      : json_pack("[{s:s,s:s,s:i,s:s}]", "path", path, "name", name, "type", (int)type, "data", hex ? hex : "");
	int r = one ? store_put_many(s, one, e) : err_set(e, EINVAL, "registry value %s is not UTF-8", name);

	free(hex);
	json_decref(one);
	return r;
}
const json_t *store_values(const struct store *s)
{
	return s->values;
}
const char *store_path(const struct store *s)
{
	return s->path;
}
int store_forget(const char *name, struct err *e)
{
	char directory[PATH_MAX - 80], path[PATH_MAX];
	int r = store_directory(directory, sizeof(directory), e);

	if (r)
		return r;
	snprintf(path, sizeof(path), "%s/%s.json", directory, name);
	if (unlink(path) && errno != ENOENT)
		return err_set(e, errno, "%s: %s", path, strerror(errno));
	return 0;
}
