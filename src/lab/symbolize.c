/*
 * Names for code of the driver: llvm-symbolizer reads the PDB (or DWARF) that belongs to the image.
 *
 * A PDB belongs when GUID and age in its headers are those of the image's RSDS record; another one is not used and that is said.
 * llvm-symbolizer looks for the PDB beside the image under its recorded name, so a PDB from elsewhere (--symbols) is brought together with
 * the image by links in a temporary directory. The tool runs once per report, fed through a pipe, with a time limit; it only ever sees
 * files that the user gave.
 */
#include "lab/lab_internal.h"
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define ANSWER_MS 8000 /* a large PDB takes its time, once */

struct symbolizer {
	pid_t pid;
	int to, from;
	char dir[64], image[PATH_MAX], links[2][128];
	bool broken;
};

/* ---- is it this PDB? (MSF 7.0: superblock, directory of streams; stream 1 has the GUID, stream 3 the age that linkers count) */
struct msf {
	const uint8_t *b;
	size_t size;
	uint32_t block;
};
static uint32_t u32(const uint8_t *b)
{
	uint32_t v;

	memcpy(&v, b, 4);
	return v;
}
static const uint8_t *block_at(const struct msf *m, uint32_t index)
{
	uint64_t at = (uint64_t)index * m->block;

	return at + m->block <= m->size ? m->b + at : NULL;
}
/* The i-th 32-bit word of the stream directory. */
static bool directory_word(const struct msf *m, uint32_t map, uint32_t i, uint32_t *out)
{
	uint32_t per = m->block / 4;
	const uint8_t *b = block_at(m, map);

	if (!b || i / per >= per)
		return false;
	b = block_at(m, u32(b + i / per * 4));
	if (!b)
		return false;
	*out = u32(b + i % per * 4);
	return true;
}
static const uint8_t *stream_head(const struct msf *m, uint32_t map, uint32_t words, uint32_t stream, size_t want)
{
	uint32_t count, at = 1, size = 0, first;

	if (!directory_word(m, map, 0, &count) || count > 65536 || stream >= count)
		return NULL;
	at += count;
	for (uint32_t i = 0; i <= stream; i++) {
		if (!directory_word(m, map, 1 + i, &size))
			return NULL;
		if (i < stream && size != 0xffffffff)
			at += (size + m->block - 1) / m->block;
	}
	if (at >= words || size == 0xffffffff || size < want || !directory_word(m, map, at, &first))
		return NULL;
	return block_at(m, first);
}
static int pdb_identity(const char *path, uint8_t guid[16], uint32_t *age)
{
	static const char magic[] = "Microsoft C/C++ MSF 7.00\r\n\x1a"
	                            "DS\0\0";
	struct msf m = {0};
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC), r = -EINVAL;
	const uint8_t *info, *dbi;
	uint32_t map, words;
	void *p;

	if (fd < 0)
		return -errno;
	if (fstat(fd, &st) || st.st_size < 4096) {
		close(fd);
		return -EINVAL;
	}
	p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	close(fd);
	if (p == MAP_FAILED)
		return -errno;
	m.b = p;
	m.size = (size_t)st.st_size;
	m.block = u32(m.b + 32);
	map = u32(m.b + 52);
	words = u32(m.b + 44) / 4;
	if (!memcmp(m.b, magic, 32) && m.block >= 512 && m.block <= 65536) {
		info = stream_head(&m, map, words, 1, 28);
		dbi = stream_head(&m, map, words, 3, 64);
		if (info) {
			memcpy(guid, info + 12, 16);
			*age = dbi ? u32(dbi + 8) : u32(info + 8);
			r = 0;
		}
	}
	munmap(p, (size_t)st.st_size);
	return r;
}

/* ---- the tool */
static const char *tool(void)
{
	static const char *const names[] = {"llvm-symbolizer",    "llvm-symbolizer-19", "llvm-symbolizer-18", "llvm-symbolizer-17",
	                                    "llvm-symbolizer-16", "llvm-symbolizer-15", "llvm-symbolizer-14", "llvm-symbolizer-13"};
	static char path[PATH_MAX];
	const char *given = getenv("FLUE_SYMBOLIZER");

	if (given && *given)
		return access(given, X_OK) ? NULL : given;
	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		for (const char *p = getenv("PATH"); p && *p; p += strcspn(p, ":"), p += *p == ':') {
			snprintf(path, sizeof(path), "%.*s/%s", (int)strcspn(p, ":"), p, names[i]);
			if (!access(path, X_OK))
				return path;
		}
	return NULL;
}
static int start(struct symbolizer *s, const char *program)
{
	int in[2], out[2];

	if (pipe2(in, O_CLOEXEC))
		return -errno;
	if (pipe2(out, O_CLOEXEC)) {
		close(in[0]);
		close(in[1]);
		return -errno;
	}
	s->pid = fork();
	if (s->pid == 0) {
		int nul = open("/dev/null", O_WRONLY);
		char object[PATH_MAX + 16];
		sigset_t none;

		sigemptyset(&none);
		sigprocmask(SIG_SETMASK, &none, NULL);
		snprintf(object, sizeof(object), "--obj=%s", s->image);
		dup2(in[0], 0);
		dup2(out[1], 1);
		dup2(nul, 2);
		execl(program, "llvm-symbolizer", object, "--relative-address", "--functions=linkage", "--no-inlines", "--demangle",
		      (char *)NULL);
		_exit(127);
	}
	close(in[0]);
	close(out[1]);
	s->to = in[1];
	s->from = out[0];
	return s->pid < 0 ? -errno : 0;
}
static const char *last_part(const char *path)
{
	const char *slash = strrchr(path, '/'), *back = strrchr(path, '\\');

	if (back && (!slash || back > slash))
		slash = back;
	return slash ? slash + 1 : path;
}
struct symbolizer *symbolizer_open(const char *image_path, const char *directory, const json_t *info, char *note, size_t note_max)
{
	const char *pdb_name = json_string_value(json_object_get(info, "pdb_name")),
	           *guid_hex = json_string_value(json_object_get(info, "pdb_guid")), *program = tool();
	uint32_t want_age = (uint32_t)json_integer_value(json_object_get(info, "pdb_age")), age = 0;
	uint8_t want[16] = {0}, have[16];
	char pdb[PATH_MAX], image[PATH_MAX], real[PATH_MAX];
	struct symbolizer *s;
	int r;

	*note = 0;
	if (!program) {
		snprintf(note, note_max, "no names: llvm-symbolizer is not installed (apt install llvm)");
		return NULL;
	}
	s = calloc(1, sizeof(*s));
	if (!s || !realpath(image_path, image)) {
		free(s);
		return NULL;
	}
	s->to = s->from = -1;
	snprintf(s->image, sizeof(s->image), "%s", image);
	if (pdb_name && *pdb_name) {
		const char *base = last_part(pdb_name);

		snprintf(pdb, sizeof(pdb), "%.*s/%s", directory ? (int)strlen(directory) : (int)(last_part(image) - image),
		         directory ? directory : image, base);
		r = pdb_identity(pdb, have, &age);
		if (guid_hex)
			report_unhex(guid_hex, want, sizeof(want));
		if (r == -ENOENT) {
			snprintf(note, note_max, "no names: %s is not in %s (--symbols DIR)", base,
			         directory ? directory : "the driver's directory");
			free(s);
			return NULL;
		}
		if (r || memcmp(want, have, 16) || age != want_age) {
			if (r)
				snprintf(note, note_max, "no names: %s is no PDB", pdb);
			else
				snprintf(note, note_max,
				         "no names: %s belongs to another build (GUID %s age: the image wants %u, it has %u)", pdb,
				         memcmp(want, have, 16) ? "differs," : "agrees,", want_age, age);
			free(s);
			return NULL;
		}
		snprintf(s->dir, sizeof(s->dir), "/tmp/flue-symbols.XXXXXX");
		if (realpath(pdb, real) && mkdtemp(s->dir)) {
			snprintf(s->links[0], sizeof(s->links[0]), "%s/%.60s", s->dir, last_part(image));
			snprintf(s->links[1], sizeof(s->links[1]), "%s/%.60s", s->dir, base);
			if (!symlink(image, s->links[0]) && !symlink(real, s->links[1]))
				snprintf(s->image, sizeof(s->image), "%s", s->links[0]);
		}
	}
	if (start(s, program)) {
		symbolizer_close(s);
		return NULL;
	}
	return s;
}
void symbolizer_close(struct symbolizer *s)
{
	if (!s)
		return;
	if (s->to >= 0)
		close(s->to);
	if (s->from >= 0)
		close(s->from);
	if (s->pid > 0) {
		kill(s->pid, SIGKILL);
		waitpid(s->pid, NULL, 0);
	}
	for (int i = 0; i < 2; i++)
		if (*s->links[i])
			unlink(s->links[i]);
	if (*s->dir)
		rmdir(s->dir);
	free(s);
}
/* "function [file.c:34]"; false where it has no name. */
bool symbolizer_where(struct symbolizer *s, uint32_t rva, char *out, size_t max)
{
	char ask[32], answer[2048], *file, *end, *colon;
	uint64_t limit = clock_mono_ns() + ANSWER_MS * 1000000ull;
	size_t n = 0;
	int len;

	if (!s || s->broken)
		return false;
	len = snprintf(ask, sizeof(ask), "0x%x\n", rva);
	if (write(s->to, ask, (size_t)len) != len) {
		s->broken = true;
		return false;
	}
	*answer = 0;
	while (!strstr(answer, "\n\n")) {
		struct pollfd p = {s->from, POLLIN, 0};
		int64_t left = (int64_t)(limit - clock_mono_ns()) / 1000000;
		ssize_t did;

		if (left <= 0 || poll(&p, 1, (int)left) <= 0 || n >= sizeof(answer) - 1 ||
		    (did = read(s->from, answer + n, sizeof(answer) - 1 - n)) <= 0) {
			s->broken = true;
			return false;
		}
		n += (size_t)did;
		answer[n] = 0;
	}
	file = strchr(answer, '\n');
	*file++ = 0;
	end = strchr(file, '\n');
	if (end)
		*end = 0;
	colon = strrchr(file, ':'); /* the column: not needed */
	if (colon)
		*colon = 0;
	if (!strncmp(answer, "??", 2))
		return false;
	if (!strncmp(file, "??", 2))
		snprintf(out, max, "%s", answer);
	else
		snprintf(out, max, "%s [%s]", answer, last_part(file));
	return true;
}
