/*
 * INF text to sections. Encodings: UTF-16 with byte order mark (either order), UTF-16LE without one (recognized by its zero bytes), UTF-8
 * with or without mark, else ANSI (taken as Windows-1252). Rules of the syntax, from "General Syntax Rules for INF Files": ; starts a
 * comment outside quotes; a backslash that ends a line joins the next; "" in quotes is one quote; fields are split at commas; a key ends at
 * '='. Section names and keys are case-insensitive; a section that occurs twice is one section.
 */
#include "lab/inf.h"
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- encodings */
static size_t put_utf8(char *out, uint32_t c)
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xc0 | c >> 6);
		out[1] = (char)(0x80 | (c & 63));
		return 2;
	}
	if (c < 0x10000) {
		out[0] = (char)(0xe0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 63));
		out[2] = (char)(0x80 | (c & 63));
		return 3;
	}
	out[0] = (char)(0xf0 | c >> 18);
	out[1] = (char)(0x80 | (c >> 12 & 63));
	out[2] = (char)(0x80 | (c >> 6 & 63));
	out[3] = (char)(0x80 | (c & 63));
	return 4;
}
static bool utf8_valid(const uint8_t *b, size_t n)
{
	for (size_t i = 0; i < n;) {
		unsigned more = b[i] < 0x80 ? 0 : (b[i] & 0xe0) == 0xc0 ? 1 : (b[i] & 0xf0) == 0xe0 ? 2 : (b[i] & 0xf8) == 0xf0 ? 3 : 9;

		if (more == 9 || i + more >= n + (more == 0))
			return false;
		for (unsigned k = 1; k <= more; k++)
			if ((b[i + k] & 0xc0) != 0x80)
				return false;
		i += more + 1;
	}
	return true;
}
/* Result is UTF-8, terminated; NUL bytes become spaces so that no line ends early. */
static char *to_utf8(const uint8_t *b, size_t n, struct err *e)
{
	bool wide = n >= 2 && ((b[0] == 0xff && b[1] == 0xfe) || (b[0] == 0xfe && b[1] == 0xff)), big = wide && b[0] == 0xfe;
	/* 0x80..0x9f of Windows-1252 */
	static const uint16_t cp1252[32] = {0x20ac, 0x81,   0x201a, 0x192,  0x201e, 0x2026, 0x2020, 0x2021, 0x2c6,  0x2030, 0x160,
	                                    0x2039, 0x152,  0x8d,   0x17d,  0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
	                                    0x2013, 0x2014, 0x2dc,  0x2122, 0x161,  0x203a, 0x153,  0x9d,   0x17e,  0x178};
	char *out = calloc(n + 2, 3);
	size_t at = 0, start = 0;

	if (!out) {
		err_set(e, ENOMEM, "out of memory");
		return NULL;
	}
	if (wide)
		start = 2;
	else if (n >= 4 && b[0] && !b[1] && b[2] && !b[3])
		wide = true;
	if (wide) {
		for (size_t i = start; i + 1 < n; i += 2) {
			uint32_t c = big ? (uint32_t)b[i] << 8 | b[i + 1] : (uint32_t)b[i + 1] << 8 | b[i];

			if (c >= 0xd800 && c < 0xdc00 && i + 3 < n) {
				uint32_t low = big ? (uint32_t)b[i + 2] << 8 | b[i + 3] : (uint32_t)b[i + 3] << 8 | b[i + 2];

				if (low >= 0xdc00 && low < 0xe000) {
					c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
					i += 2;
				}
			}
			if (c >= 0xd800 && c < 0xe000)
				c = 0xfffd;
			at += put_utf8(out + at, c ? c : ' ');
		}
	} else {
		if (n >= 3 && b[0] == 0xef && b[1] == 0xbb && b[2] == 0xbf)
			start = 3;
		bool utf8 = utf8_valid(b + start, n - start);

		for (size_t i = start; i < n; i++) {
			if (!b[i])
				out[at++] = ' ';
			else if (utf8 || b[i] < 0x80)
				out[at++] = (char)b[i];
			else
				at += put_utf8(out + at, b[i] < 0xa0 ? cp1252[b[i] - 0x80] : b[i]);
		}
	}
	out[at] = 0;
	return out;
}

/* ---- lines */
static bool blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v' || c == 0x1a;
}
struct parser {
	struct inf *inf;
	struct inf_section *section;
	struct err *e;
	char *text; /* one logical line, comments gone */
	size_t length, room;
	unsigned line; /* physical line where it began */
};
static int complain(struct parser *p, unsigned line, const char *what)
{
	return err_set(p->e, EINVAL, "%s:%u: %s", p->inf->name, line, what);
}
static int no_memory(struct parser *p)
{
	return err_set(p->e, ENOMEM, "%s: out of memory", p->inf->name);
}
static struct inf_section *section_get(struct parser *p, const char *name, size_t n, unsigned line)
{
	struct inf *inf = p->inf;
	struct inf_section *s;

	for (unsigned i = 0; i < inf->count; i++)
		if (strlen(inf->sections[i].name) == n && !strncasecmp(inf->sections[i].name, name, n))
			return &inf->sections[i];
	if (inf->count == inf->room) {
		unsigned room = inf->room ? inf->room * 2 : 32;
		struct inf_section *more = realloc(inf->sections, room * sizeof(*more));

		if (!more)
			return NULL;
		inf->sections = more;
		inf->room = room;
	}
	s = &inf->sections[inf->count];
	memset(s, 0, sizeof(*s));
	s->name = strndup(name, n);
	s->line = line;
	if (!s->name)
		return NULL;
	inf->count++;
	return s;
}
/* One field: quotes off, doubled quotes single, blanks around the unquoted parts trimmed. `*at` stops at the separator. */
static char *take_field(struct parser *p, size_t *at, bool key)
{
	char *out = malloc(p->length - *at + 1);
	size_t n = 0, keep = 0;
	const char *t = p->text;

	if (!out)
		return NULL;
	while (blank(t[*at]))
		(*at)++;
	while (t[*at] && t[*at] != ',' && !(key && t[*at] == '=')) {
		if (t[*at] == '"') {
			(*at)++;
			while (t[*at]) {
				if (t[*at] == '"') {
					if (t[*at + 1] != '"')
						break;
					(*at)++;
				}
				out[n++] = t[(*at)++];
			}
			if (t[*at])
				(*at)++;
			keep = n;
		} else {
			out[n++] = t[*at];
			if (!blank(t[*at]))
				keep = n;
			(*at)++;
		}
	}
	out[keep] = 0;
	return out;
}
/* Is there an '=' outside quotes before the first comma? */
static bool has_key(const char *t)
{
	bool quoted = false;

	for (; *t; t++) {
		if (*t == '"')
			quoted = !quoted;
		if (!quoted && *t == ',')
			return false;
		if (!quoted && *t == '=')
			return true;
	}
	return false;
}
static void line_free(struct inf_line *l)
{
	for (unsigned i = 0; i < l->count; i++)
		free(l->field[i]);
	free(l->field);
	free(l->key);
}
static int take_line(struct parser *p)
{
	struct inf_line l = {.line = p->line};
	struct inf_section *s = p->section;
	size_t at = 0;

	while (p->length && blank(p->text[p->length - 1]))
		p->text[--p->length] = 0;
	while (blank(p->text[at]))
		at++;
	if (!p->text[at])
		return 0;
	if (p->text[at] == '[') {
		const char *end = strchr(p->text + at, ']');

		if (!end)
			return complain(p, p->line, "section name without ]");
		size_t from = at + 1, n = (size_t)(end - p->text) - from;

		while (n && blank(p->text[from]))
			from++, n--;
		while (n && blank(p->text[from + n - 1]))
			n--;
		if (!n || n > 255)
			return complain(p, p->line, "section name is empty or longer than 255 characters");
		p->section = section_get(p, p->text + from, n, p->line);
		return p->section ? 0 : no_memory(p);
	}
	if (!s)
		return complain(p, p->line, "text before the first [section]: this is not an INF file");
	if (has_key(p->text + at)) {
		l.key = take_field(p, &at, true);
		if (!l.key)
			return no_memory(p);
		if (p->text[at] == '=')
			at++;
	}
	for (;;) {
		char *f = take_field(p, &at, false), **more;

		more = f ? realloc(l.field, (l.count + 1) * sizeof(*more)) : NULL;
		if (!more) {
			free(f);
			line_free(&l);
			return no_memory(p);
		}
		l.field = more;
		l.field[l.count++] = f;
		if (p->text[at] != ',')
			break;
		at++;
	}
	if (s->count == s->room) {
		unsigned room = s->room ? s->room * 2 : 8;
		struct inf_line *more = realloc(s->lines, room * sizeof(*more));

		if (!more) {
			line_free(&l);
			return no_memory(p);
		}
		s->lines = more;
		s->room = room;
	}
	s->lines[s->count++] = l;
	return 0;
}
static int append(struct parser *p, const char *from, size_t n)
{
	if (p->length + n + 1 > p->room) {
		size_t room = (p->length + n + 1) * 2;
		char *more = realloc(p->text, room);

		if (!more)
			return no_memory(p);
		p->text = more;
		p->room = room;
	}
	memcpy(p->text + p->length, from, n);
	p->length += n;
	p->text[p->length] = 0;
	return 0;
}
static int parse(struct parser *p, const char *t)
{
	unsigned line = 0;
	bool joining = false;
	int r;

	while (*t) {
		size_t end = strcspn(t, "\n\r"), n = end, last;
		bool quoted = false, joins;

		line++;
		for (size_t i = 0; i < end; i++) {
			if (t[i] == '"')
				quoted = !quoted;
			if (t[i] == ';' && !quoted) {
				n = i;
				break;
			}
		}
		if (n == end && quoted)
			return complain(p, line, "a quote is not closed on its line");
		last = n;
		while (last && blank(t[last - 1]))
			last--;
		joins = last > 0 && t[last - 1] == '\\';
		/* a directory that ends in a backslash, "%11%\", is quoted by the rules; an unquoted one is a continuation */
		if (!joining) {
			p->length = 0;
			p->line = line;
		}
		r = append(p, t, joins ? last - 1 : n);
		if (r)
			return r;
		joining = joins;
		if (!joining) {
			r = take_line(p);
			if (r)
				return r;
		}
		t += end;
		if (*t == '\r' && t[1] == '\n')
			t++;
		if (*t)
			t++;
	}
	return joining ? take_line(p) : 0;
}
int inf_parse(const void *bytes, size_t size, const char *name, struct inf **out, struct err *e)
{
	struct parser p = {.e = e};
	const char *slash = strrchr(name, '/');
	char *text;
	int r;

	*out = NULL;
	if (size > INF_MAX_BYTES)
		return err_set(e, EFBIG, "%s: %zu bytes is too large for an INF (limit %u)", name, size, INF_MAX_BYTES);
	p.inf = calloc(1, sizeof(*p.inf));
	text = p.inf ? to_utf8(bytes, size, e) : NULL;
	if (!text) {
		free(p.inf);
		return err_set(e, ENOMEM, "%s: out of memory", name);
	}
	snprintf(p.inf->name, sizeof(p.inf->name), "%s", slash ? slash + 1 : name);
	r = parse(&p, text);
	free(text);
	free(p.text);
	if (!r && p.inf->count == 0)
		r = err_set(e, EINVAL, "%s: no [section] in it: this is not an INF file", p.inf->name);
	if (r) {
		inf_free(p.inf);
		return r;
	}
	*out = p.inf;
	return 0;
}
int inf_load(const char *path, struct inf **out, struct err *e)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC), r;
	struct stat st;
	uint8_t *bytes;
	ssize_t n = 0, got = 0;

	*out = NULL;
	if (fd < 0)
		return err_set(e, errno, "%s: %s", path, strerror(errno));
	if (fstat(fd, &st) || !S_ISREG(st.st_mode) || st.st_size > (off_t)INF_MAX_BYTES) {
		close(fd);
		return err_set(e, EINVAL, "%s: not a regular file of at most %u MiB", path, INF_MAX_BYTES >> 20);
	}
	bytes = malloc((size_t)st.st_size + 1);
	while (bytes && got < st.st_size && (n = read(fd, bytes + got, (size_t)(st.st_size - got))) > 0)
		got += n;
	close(fd);
	if (!bytes || n < 0) {
		free(bytes);
		return err_set(e, EIO, "%s: can't be read", path);
	}
	r = inf_parse(bytes, (size_t)got, path, out, e);
	free(bytes);
	return r;
}
void inf_free(struct inf *inf)
{
	if (!inf)
		return;
	for (unsigned i = 0; i < inf->count; i++) {
		for (unsigned k = 0; k < inf->sections[i].count; k++)
			line_free(&inf->sections[i].lines[k]);
		free(inf->sections[i].lines);
		free(inf->sections[i].name);
	}
	free(inf->sections);
	free(inf);
}
