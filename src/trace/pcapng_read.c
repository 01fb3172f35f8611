/*
 * pcapng, the reader. One block at a time is in memory, read by pread(): a mapping of a file that shrinks meanwhile would be a SIGBUS.
 */
#include "trace/pcapng.h"
#include "trace/pcapng_format.h"
#include <byteswap.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct interface {
	uint32_t link_type, snaplen;
	uint8_t resolution; /* if_tsresol */
	int64_t offset;     /* seconds */
	char name[64];
};
struct pcapng_reader {
	char name[256];
	int fd;              /* -1: memory */
	const uint8_t *data; /* memory */
	uint64_t size;       /* of memory */
	uint64_t at;         /* of the next block */
	bool swapped, section;
	struct interface *interface;
	unsigned interfaces, room;
	int64_t clock;              /* ours: a record's time plus this is wall clock */
	size_t record, records_end; /* in `block`: records that are still to be given out */
	uint8_t *block;
	size_t block_room;
	char comment[1024];
};

static int broken(struct pcapng_reader *r, struct err *e, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
static int broken(struct pcapng_reader *r, struct err *e, const char *fmt, ...)
{
	char what[200];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(what, sizeof(what), fmt, ap);
	va_end(ap);
	return err_set(e, EINVAL, "%s: %s, in the block at byte %llu", r->name, what, (unsigned long long)r->at);
}
static uint32_t get32(const struct pcapng_reader *r, const uint8_t *p)
{
	uint32_t v;

	memcpy(&v, p, sizeof(v));
	return r->swapped ? bswap_32(v) : v;
}
static uint16_t get16(const struct pcapng_reader *r, const uint8_t *p)
{
	uint16_t v;

	memcpy(&v, p, sizeof(v));
	return r->swapped ? bswap_16(v) : v;
}
static uint64_t get64(const struct pcapng_reader *r, const uint8_t *p)
{
	uint64_t v;

	memcpy(&v, p, sizeof(v));
	return r->swapped ? bswap_64(v) : v;
}
/* Bytes of the file at `at`; how many there were, or a negative errno. */
static ssize_t fetch(struct pcapng_reader *r, uint64_t at, void *to, size_t bytes)
{
	size_t have = 0;

	if (r->fd < 0) {
		have = at < r->size ? (size_t)(r->size - at < bytes ? r->size - at : bytes) : 0;
		if (have)
			memcpy(to, r->data + at, have);
		return (ssize_t)have;
	}
	while (have < bytes) {
		const ssize_t n = pread(r->fd, (uint8_t *)to + have, bytes - have, (off_t)(at + have));

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return -errno;
		if (n == 0)
			break;
		have += (size_t)n;
	}
	return (ssize_t)have;
}
/* The next block into r->block: its bytes, 0 at the end. */
static int next_block(struct pcapng_reader *r, struct err *e)
{
	uint8_t head[12], tail[4];
	ssize_t n = fetch(r, r->at, head, sizeof(head));
	uint32_t type, bytes, magic;

	if (n < 0)
		return err_set(e, (int)-n, "%s: %s", r->name, strerror((int)-n));
	if (n == 0)
		return 0;
	memcpy(&type, head, sizeof(type));
	if (n == sizeof(head) && type == BLOCK_SECTION) {
		memcpy(&magic, head + 8, sizeof(magic));
		if (magic != SECTION_MAGIC && magic != bswap_32(SECTION_MAGIC))
			return broken(r, e, "the byte order mark is 0x%08x", magic);
		r->swapped = magic != SECTION_MAGIC;
	} else if (!r->section) {
		if (type == 0xa1b2c3d4u || type == 0xd4c3b2a1u || type == 0xa1b23c4du || type == 0x4d3cb2a1u)
			return err_set(e, EINVAL, "%s is a pcap file, not pcapng: editcap -F pcapng %s NEW makes one of it", r->name,
			               r->name);
		return err_set(e, EINVAL, "%s is no pcapng file: it does not start with a section header", r->name);
	}
	if (n < (ssize_t)sizeof(head))
		return broken(r, e, "the file ends");
	bytes = get32(r, head + 4);
	if (bytes < 12 || bytes % 4)
		return broken(r, e, "%u bytes are no length of a block", bytes);
	if (bytes > PCAPNG_BLOCK_MAX)
		return broken(r, e, "%u bytes are more than the %u that a block may have here", bytes, PCAPNG_BLOCK_MAX);
	n = fetch(r, r->at + bytes - 4, tail, sizeof(tail)); /* before memory is taken for what may not be there */
	if (n < 0)
		return err_set(e, (int)-n, "%s: %s", r->name, strerror((int)-n));
	if (n < (ssize_t)sizeof(tail))
		return broken(r, e, "the file ends");
	if (get32(r, tail) != bytes)
		return broken(r, e, "the length at its end is %u, at its start %u", get32(r, tail), bytes);
	if (bytes > r->block_room) {
		uint8_t *more = realloc(r->block, bytes);

		if (!more)
			return err_set(e, ENOMEM, "out of memory");
		r->block = more;
		r->block_room = bytes;
	}
	n = fetch(r, r->at, r->block, bytes);
	if (n != (ssize_t)bytes || get32(r, r->block + 4) != bytes)
		return broken(r, e, "the file changes while it is read");
	return (int)bytes;
}
/* The option with this code in [p, end): its value and length; NULL: not there. Stops at what makes no sense. */
static const uint8_t *find_option(const struct pcapng_reader *r, const uint8_t *p, const uint8_t *end, uint16_t code, uint16_t *bytes)
{
	while (end - p >= 4) {
		const uint16_t c = get16(r, p);

		*bytes = get16(r, p + 2);
		p += 4;
		if (c == OPT_END || *bytes > end - p)
			break;
		if (c == code)
			return p;
		if (ALIGN_UP_TO((ptrdiff_t)*bytes, 4) > end - p)
			break;
		p += ALIGN_UP_TO((ptrdiff_t)*bytes, 4);
	}
	return NULL;
}
static void copy_text(char *out, size_t max, const uint8_t *p, size_t bytes)
{
	size_t n = bytes < max - 1 ? bytes : max - 1;

	for (size_t i = 0; i < n; i++)
		out[i] = (char)(p[i] < 0x20 || p[i] == 0x7f ? ' ' : p[i]);
	out[n] = 0;
}
static bool ours(const struct pcapng_reader *r, const uint8_t *p, size_t bytes, unsigned kind)
{
	struct flue_custom c;

	if (bytes < 4 + sizeof(c) || r->swapped || get32(r, p) != FLUE_PEN)
		return false;
	memcpy(&c, p + 4, sizeof(c));
	/* else somebody else's use of the documentation's number, or of another version */
	return !memcmp(c.magic, "FLUE", 4) && c.version == FLUE_VERSION_CUSTOM && c.kind == kind;
}
static int take_section(struct pcapng_reader *r, int bytes, struct err *e)
{
	const uint8_t *v;
	uint16_t n;

	if (bytes < 28)
		return broken(r, e, "a section header has 28 bytes at least");
	if (get16(r, r->block + 12) != 1)
		return broken(r, e, "version %u.%u is not known", get16(r, r->block + 12), get16(r, r->block + 14));
	r->section = true;
	r->interfaces = 0;
	r->clock = 0;
	v = find_option(r, r->block + 24, r->block + bytes - 4, OPT_CUSTOM, &n);
	if (v && ours(r, v, n, FLUE_CLOCK) && n >= 4 + sizeof(struct flue_custom) + sizeof(r->clock))
		memcpy(&r->clock, v + 4 + sizeof(struct flue_custom), sizeof(r->clock));
	return 0;
}
static int take_interface(struct pcapng_reader *r, int bytes, struct err *e)
{
	const uint8_t *options = r->block + 16, *end = r->block + bytes - 4, *v;
	struct interface *f;
	uint16_t n;

	if (bytes < 20)
		return broken(r, e, "an interface description has 20 bytes at least");
	if (r->interfaces == PCAPNG_INTERFACES)
		return broken(r, e, "more than %u interfaces", PCAPNG_INTERFACES);
	if (r->interfaces == r->room) {
		const unsigned room = r->room ? r->room * 2 : 4;
		struct interface *more = realloc(r->interface, room * sizeof(*more));

		if (!more)
			return err_set(e, ENOMEM, "out of memory");
		r->interface = more;
		r->room = room;
	}
	f = &r->interface[r->interfaces++];
	memset(f, 0, sizeof(*f));
	f->link_type = get16(r, r->block + 8);
	f->snaplen = get32(r, r->block + 12);
	f->resolution = 6;
	if ((v = find_option(r, options, end, OPT_IF_NAME, &n)))
		copy_text(f->name, sizeof(f->name), v, n);
	if ((v = find_option(r, options, end, OPT_IF_TSRESOL, &n)) && n >= 1)
		f->resolution = *v;
	if ((v = find_option(r, options, end, OPT_IF_TSOFFSET, &n)) && n >= 8)
		f->offset = (int64_t)get64(r, v);
	return 0;
}
static uint64_t nanoseconds(const struct interface *f, uint64_t ticks)
{
	const unsigned power = f->resolution & 0x7f;
	unsigned __int128 ns = ticks;

	if (f->resolution & 0x80)
		ns = power < 64 ? ns * 1000000000u >> power : 0;
	else if (power <= 9)
		for (unsigned i = power; i < 9; i++)
			ns *= 10;
	else
		for (unsigned i = 9; i < power && ns; i++)
			ns /= 10;
	return (uint64_t)ns + (uint64_t)f->offset * 1000000000u;
}
static int take_packet(struct pcapng_reader *r, int bytes, uint32_t type, struct pcapng_item *out, struct err *e)
{
	static const unsigned header[] = {[BLOCK_OLD_PACKET] = 28, [BLOCK_SIMPLE] = 12, [BLOCK_PACKET] = 28};
	const uint8_t *b = r->block, *end = b + bytes - 4, *v;
	const struct interface *f;
	uint16_t n;

	if ((unsigned)bytes < header[type] + 4)
		return broken(r, e, "a packet's block has %u bytes at least", header[type] + 4);
	out->interface = type == BLOCK_PACKET ? get32(r, b + 8) : type == BLOCK_OLD_PACKET ? get16(r, b + 8) : 0;
	if (out->interface >= r->interfaces)
		return broken(r, e, "interface %u is not described", out->interface);
	f = &r->interface[out->interface];
	if (type == BLOCK_SIMPLE) {
		out->bytes = get32(r, b + 8);
		out->kept = out->bytes;
		if (f->snaplen && out->kept > f->snaplen)
			out->kept = f->snaplen;
	} else {
		out->wall_ns = nanoseconds(f, (uint64_t)get32(r, b + 12) << 32 | get32(r, b + 16));
		out->kept = get32(r, b + 20);
		out->bytes = get32(r, b + 24);
	}
	out->data = b + header[type];
	if (out->kept > (size_t)(end - out->data))
		return broken(r, e, "a packet of %u bytes in a block of %d", out->kept, bytes);
	out->kind = PCAPNG_FRAME;
	out->link_type = f->link_type;
	out->interface_name = f->name;
	out->comment = "";
	v = out->data + ALIGN_UP_TO((size_t)out->kept, 4u);
	if (type != BLOCK_SIMPLE && v < end) {
		const uint8_t *options = v;

		if ((v = find_option(r, options, end, OPT_COMMENT, &n))) {
			copy_text(r->comment, sizeof(r->comment), v, n);
			out->comment = r->comment;
		}
		if ((v = find_option(r, options, end, OPT_EPB_FLAGS, &n)) && n >= 4)
			out->direction = get32(r, v) & 3;
	}
	return 1;
}
/* The next record of the block: 1, 0: that was the last. */
static int next_record(struct pcapng_reader *r, struct pcapng_item *out, struct err *e)
{
	const size_t have = r->records_end - r->record;
	struct trace_head h;

	if (!have)
		return 0;
	if (have < sizeof(h))
		return broken(r, e, "a trace record that is cut off");
	memcpy(&h, r->block + r->record, sizeof(h));
	if (h.size > have || h.size < sizeof(h) || h.size % 8 ||
	    sizeof(h) + (uint64_t)ALIGN_UP_TO((uint32_t)h.name_len, 8u) + h.payload > h.size)
		return broken(r, e, "a trace record that is none");
	out->kind = PCAPNG_RECORD;
	out->record = (const struct trace_head *)(void *)(r->block + r->record);
	out->wall_ns = h.time_ns + (uint64_t)r->clock;
	r->record += h.size;
	return 1;
}
static void take_custom(struct pcapng_reader *r, int bytes)
{
	const size_t from = 12 + sizeof(struct flue_custom);

	if (!ours(r, r->block + 8, (size_t)bytes - 12, FLUE_RECORD))
		return;
	r->records_end = (size_t)bytes - 4 - from;
	memmove(r->block, r->block + from, r->records_end); /* records are read as structures: to where one may stand */
	r->record = 0;
}
int pcapng_next(struct pcapng_reader *r, struct pcapng_item *out, struct err *e)
{
	for (;;) {
		uint32_t type;
		int bytes, n;

		memset(out, 0, sizeof(*out));
		n = next_record(r, out, e);
		if (n)
			return n;
		r->record = r->records_end = 0;
		bytes = next_block(r, e);
		if (bytes <= 0)
			return bytes;
		type = get32(r, r->block);
		if (type == BLOCK_SECTION)
			n = take_section(r, bytes, e);
		else if (type == BLOCK_INTERFACE)
			n = take_interface(r, bytes, e);
		else if (type == BLOCK_PACKET || type == BLOCK_SIMPLE || type == BLOCK_OLD_PACKET)
			n = take_packet(r, bytes, type, out, e);
		else if (type == BLOCK_CUSTOM)
			take_custom(r, bytes);
		if (n < 0)
			return n;
		r->at += (unsigned)bytes;
		if (n)
			return n;
	}
}
static int open_reader(const char *name, int fd, const void *data, size_t bytes, struct pcapng_reader **out, struct err *e)
{
	struct pcapng_reader *r = calloc(1, sizeof(*r));
	int n;

	if (!r) {
		if (fd >= 0)
			close(fd);
		return err_set(e, ENOMEM, "out of memory");
	}
	snprintf(r->name, sizeof(r->name), "%s", name);
	r->fd = fd;
	r->data = data;
	r->size = bytes;
	n = next_block(r, e); /* says at once when it is something else */
	if (n == 0)
		n = err_set(e, EINVAL, "%s is empty: a pcapng file is wanted", name);
	else if (n > 0)
		n = take_section(r, n, e);
	if (n < 0) {
		pcapng_close(r);
		return n;
	}
	pcapng_rewind(r);
	*out = r;
	return 0;
}
int pcapng_open(const char *path, struct pcapng_reader **out, struct err *e)
{
	const int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat st;

	if (fd < 0)
		return err_set(e, errno, "%s: %s", path, strerror(errno));
	if (fstat(fd, &st) || !S_ISREG(st.st_mode)) {
		close(fd);
		return err_set(e, EINVAL, "%s is no file", path);
	}
	return open_reader(path, fd, NULL, 0, out, e);
}
int pcapng_open_memory(const void *data, size_t bytes, struct pcapng_reader **out, struct err *e)
{
	return open_reader("memory", -1, data, bytes, out, e);
}
void pcapng_rewind(struct pcapng_reader *r)
{
	r->at = 0;
	r->record = r->records_end = 0;
	r->section = false;
	r->interfaces = 0;
}
void pcapng_close(struct pcapng_reader *r)
{
	if (!r)
		return;
	if (r->fd >= 0)
		close(r->fd);
	free(r->interface);
	free(r->block);
	free(r);
}
