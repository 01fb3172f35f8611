/*
 * pcapng, the writer: blocks are put together in one buffer and written when it is full, so a write is many blocks. When a write falls
 * short (a full disk) the file is cut back to the end of the last whole block in it, and nothing more is written: what is there can be
 * read.
 */
#include "trace/pcapng.h"
#include "trace/pcapng_format.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BUFFER  (1u << 20)
#define RECORDS (64u << 10) /* in one block */

struct pcapng_writer {
	int fd;
	int error; /* positive errno */
	uint64_t written;
	char name[256];
	unsigned interfaces;
	size_t used, block; /* bytes in the buffer; where the block under way starts */
	size_t pending;     /* bytes of records that wait for others, so that they share a block */
	uint8_t records[RECORDS];
	uint8_t buffer[BUFFER];
};

static void put(struct pcapng_writer *w, const void *p, size_t bytes)
{
	if (bytes)
		memcpy(w->buffer + w->used, p, bytes);
	w->used += bytes;
}
static void put32(struct pcapng_writer *w, uint32_t v)
{
	put(w, &v, sizeof(v));
}
static void pad(struct pcapng_writer *w)
{
	while (w->used % 4)
		w->buffer[w->used++] = 0;
}
static void option(struct pcapng_writer *w, uint16_t code, const void *value, size_t bytes)
{
	const uint16_t head[2] = {code, (uint16_t)bytes};

	put(w, head, sizeof(head));
	put(w, value, bytes);
	pad(w);
}
static int write_out(struct pcapng_writer *w);
/* Room for a block of this size and its frame; false: nothing is written any more. */
static bool begin(struct pcapng_writer *w, uint32_t type, size_t most)
{
	if (w->error || most + 64 > BUFFER)
		return false;
	if (w->used + most + 64 > BUFFER && write_out(w))
		return false;
	w->block = w->used;
	put32(w, type);
	put32(w, 0);
	return true;
}
static void end(struct pcapng_writer *w)
{
	uint32_t bytes;

	pad(w);
	bytes = (uint32_t)(w->used - w->block + 4);
	memcpy(w->buffer + w->block + 4, &bytes, sizeof(bytes));
	put32(w, bytes);
}
/* The end of the last whole block among the first `bytes` of the buffer. */
static size_t whole(const struct pcapng_writer *w, size_t bytes)
{
	size_t at = 0;

	for (;;) {
		uint32_t n;

		if (at + 8 > bytes)
			return at;
		memcpy(&n, w->buffer + at + 4, sizeof(n));
		if (at + n > bytes)
			return at;
		at += n;
	}
}
static int write_out(struct pcapng_writer *w)
{
	size_t at = 0;

	while (!w->error && at < w->used) {
		const ssize_t n = write(w->fd, w->buffer + at, w->used - at);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0) {
			w->error = n ? errno : EIO;
			if (ftruncate(w->fd, (off_t)(w->written + whole(w, at))))
				log_line(LOG_DEBUG, "%s is no file to cut back: %s", w->name, strerror(errno));
			w->written += whole(w, at);
			break;
		}
		at += (size_t)n;
	}
	if (!w->error)
		w->written += at;
	w->used = 0;
	return -w->error;
}
uint64_t pcapng_written(const struct pcapng_writer *w)
{
	return w->written + w->used + w->pending;
}
/* The block of the records that have been waiting. */
static void put_pending(struct pcapng_writer *w)
{
	const struct flue_custom c = {{'F', 'L', 'U', 'E'}, FLUE_VERSION_CUSTOM, FLUE_RECORD};

	if (w->pending && begin(w, BLOCK_CUSTOM, w->pending + 64)) {
		put32(w, FLUE_PEN);
		put(w, &c, sizeof(c));
		put(w, w->records, w->pending);
		end(w);
	}
	w->pending = 0;
}
int pcapng_flush(struct pcapng_writer *w)
{
	put_pending(w);
	return write_out(w);
}
int pcapng_create(int fd, const char *name, const struct pcapng_interface *interfaces, unsigned n, int64_t offset,
                  struct pcapng_writer **out, struct err *e)
{
	static const char us[] = "flue " FLUE_VERSION;
	struct pcapng_writer *w = malloc(sizeof(*w));
	const uint64_t length = UINT64_MAX; /* of the section: not known */
	const uint16_t version[2] = {1, 0};
	const struct flue_custom c = {{'F', 'L', 'U', 'E'}, FLUE_VERSION_CUSTOM, FLUE_CLOCK};
	uint8_t clock[4 + sizeof(c) + sizeof(offset)];
	const uint8_t nanoseconds = 9;
	int r;

	if (!w) {
		close(fd);
		return err_set(e, ENOMEM, "out of memory");
	}
	memset(w, 0, offsetof(struct pcapng_writer, records));
	w->fd = fd;
	w->interfaces = n;
	snprintf(w->name, sizeof(w->name), "%s", name);
	begin(w, BLOCK_SECTION, 256);
	put32(w, SECTION_MAGIC);
	put(w, version, sizeof(version));
	put(w, &length, sizeof(length));
	option(w, OPT_SHB_USERAPPL, us, sizeof(us) - 1);
	memcpy(clock, &(uint32_t){FLUE_PEN}, 4);
	memcpy(clock + 4, &c, sizeof(c));
	memcpy(clock + 4 + sizeof(c), &offset, sizeof(offset));
	option(w, OPT_CUSTOM, clock, sizeof(clock));
	option(w, OPT_END, NULL, 0);
	end(w);
	for (unsigned i = 0; i < n; i++) {
		const struct pcapng_interface *f = &interfaces[i];
		const uint16_t link[2] = {PCAPNG_ETHERNET, 0};

		begin(w, BLOCK_INTERFACE, 1024);
		put(w, link, sizeof(link));
		put32(w, f->snaplen);
		option(w, OPT_IF_NAME, f->name, strnlen(f->name, 200));
		if (f->description)
			option(w, OPT_IF_DESC, f->description, strnlen(f->description, 400));
		option(w, OPT_IF_TSRESOL, &nanoseconds, 1);
		option(w, OPT_END, NULL, 0);
		end(w);
	}
	r = pcapng_flush(w); /* a file that can't be written is known at once */
	if (r)
		return pcapng_finish(w, e);
	*out = w;
	return 0;
}
int pcapng_put_frame(struct pcapng_writer *w, const struct pcapng_frame *f)
{
	const size_t comment = f->comment ? strnlen(f->comment, 1000) : 0;
	const uint32_t flags = f->direction;
	uint8_t hash[5] = {HASH_TOEPLITZ};

	put_pending(w);
	if (!begin(w, BLOCK_PACKET, f->kept + comment + 96))
		return w->error ? -w->error : -EMSGSIZE;
	put32(w, f->interface);
	put32(w, (uint32_t)(f->wall_ns >> 32));
	put32(w, (uint32_t)f->wall_ns);
	put32(w, f->kept);
	put32(w, f->bytes);
	put(w, f->data, f->kept);
	pad(w);
	if (flags)
		option(w, OPT_EPB_FLAGS, &flags, sizeof(flags));
	if (f->has_hash) {
		memcpy(hash + 1, &f->hash, sizeof(f->hash));
		option(w, OPT_EPB_HASH, hash, sizeof(hash));
	}
	if (comment)
		option(w, OPT_COMMENT, f->comment, comment);
	if (flags || f->has_hash || comment)
		option(w, OPT_END, NULL, 0);
	end(w);
	return 0;
}
int pcapng_put_record(struct pcapng_writer *w, const struct trace_head *h)
{
	if (h->size > RECORDS)
		return -EMSGSIZE;
	if (w->pending + h->size > RECORDS)
		put_pending(w);
	memcpy(w->records + w->pending, h, h->size);
	w->pending += h->size;
	return -w->error;
}
int pcapng_put_text(struct pcapng_writer *w, uint64_t wall_ns, const char *text)
{
	char entry[2200];
	int n = snprintf(entry, sizeof(entry), "__REALTIME_TIMESTAMP=%llu\nSYSLOG_IDENTIFIER=flue\nPRIORITY=6\nMESSAGE=%.2000s\n",
	                 (unsigned long long)(wall_ns / 1000), text);

	if (!begin(w, BLOCK_JOURNAL, sizeof(entry)))
		return w->error ? -w->error : -EMSGSIZE;
	for (char *c = strstr(entry, "MESSAGE=") + 8; c < entry + n - 1; c++)
		if (*c == '\n')
			*c = ' ';
	put(w, entry, (size_t)n);
	end(w);
	return 0;
}
int pcapng_put_statistics(struct pcapng_writer *w, unsigned interface, uint64_t wall_ns, uint64_t received, uint64_t dropped)
{
	if (!begin(w, BLOCK_STATISTICS, 128))
		return -w->error;
	put32(w, interface);
	put32(w, (uint32_t)(wall_ns >> 32));
	put32(w, (uint32_t)wall_ns);
	option(w, OPT_ISB_RECEIVED, &received, sizeof(received));
	option(w, OPT_ISB_DROPPED, &dropped, sizeof(dropped));
	option(w, OPT_END, NULL, 0);
	end(w);
	return 0;
}
int pcapng_finish(struct pcapng_writer *w, struct err *e)
{
	int r;

	if (!w)
		return 0;
	pcapng_flush(w);
	if (close(w->fd) && !w->error)
		w->error = errno;
	r = w->error ? err_set(e, w->error, "%s: %s: it ends after %llu bytes, what is there can be read", w->name, strerror(w->error),
	                       (unsigned long long)w->written)
	             : 0;
	free(w);
	return r;
}
