/*
 * pcapng: captures on disk (draft-ietf-opsawg-pcapng): what `flue capture` writes, `--wire pcapng` records and replays, `flue watch --read`
 * reads.
 *
 * Written: one section in this machine's byte order; Ethernet interfaces with times in nanoseconds; frames as enhanced packet blocks with
 * direction, RSS hash (Toeplitz) and, as a comment, the offloads that go with them; what happened at the NDIS boundary as systemd journal
 * export blocks, which Wireshark lists between the frames; and the raw trace records as custom blocks (may be copied, 0x0bad) of
 * enterprise number 32473, the number that RFC 5612 sets aside for documentation, since Flue has none of its own. Their content:
 *
 *   "FLUE", u16 version (1), u16 kind, then kind 1: records as trace.h has them (struct trace_head and what follows), one behind the other
 *                                           kind 2: s64, to be added to a record's time to make it nanoseconds since 1970
 *
 * kind 2 is a custom option (2989) of the section header, kind 1 a block.
 *
 * Read: any section byte order, time resolution and offset, enhanced, simple and old packet blocks; everything is checked, nothing is
 * trusted. A block may have PCAPNG_BLOCK_MAX bytes, a section PCAPNG_INTERFACES interfaces.
 */
#pragma once
#include "trace/trace.h"
#include <sys/types.h>

#define PCAPNG_BLOCK_MAX  (16u << 20)
#define PCAPNG_INTERFACES 1024u
#define PCAPNG_ETHERNET   1u /* link type */

/* ---- writing */
struct pcapng_writer;
struct pcapng_interface {
	const char *name, *description; /* description may be NULL */
	uint32_t snaplen;
};
struct pcapng_frame {
	unsigned interface;
	uint64_t wall_ns; /* since 1970 */
	const void *data;
	uint32_t kept, bytes; /* bytes at data; of the frame */
	unsigned direction;   /* 0 not known, 1 inbound, 2 outbound */
	bool has_hash;
	uint32_t hash;
	const char *comment; /* NULL, "": none */
};
/* Takes the descriptor, also when it fails. `offset`: wall clock minus monotonic clock, ns. */
int pcapng_create(int fd, const char *name, const struct pcapng_interface *interfaces, unsigned n, int64_t offset,
                  struct pcapng_writer **out, struct err *e);
/* 0, or the error that ended it (said once, by pcapng_finish() too): a full disk. The file is cut back to its last whole block. */
int pcapng_put_frame(struct pcapng_writer *w, const struct pcapng_frame *f);
int pcapng_put_record(struct pcapng_writer *w, const struct trace_head *h);
int pcapng_put_text(struct pcapng_writer *w, uint64_t wall_ns, const char *text);
int pcapng_put_statistics(struct pcapng_writer *w, unsigned interface, uint64_t wall_ns, uint64_t received, uint64_t dropped);
/* Blocks are gathered, and records in blocks; this writes them. */
int pcapng_flush(struct pcapng_writer *w);
uint64_t pcapng_written(const struct pcapng_writer *w);
int pcapng_finish(struct pcapng_writer *w, struct err *e); /* closes; w is gone */

/* ---- reading */
struct pcapng_reader;
enum pcapng_kind { PCAPNG_END, PCAPNG_FRAME, PCAPNG_RECORD };
struct pcapng_item {
	enum pcapng_kind kind;
	uint64_t wall_ns; /* 0: a simple packet block has no time */
	/* frame */
	unsigned interface;
	uint32_t link_type, kept, bytes;
	unsigned direction;
	const char *interface_name; /* "" unknown */
	const uint8_t *data;        /* until the next call */
	const char *comment;        /* "" none */
	/* record; validated as trace_ring_read() does */
	const struct trace_head *record;
};
int pcapng_open(const char *path, struct pcapng_reader **out, struct err *e); /* -EINVAL: it is no pcapng */
int pcapng_open_memory(const void *data, size_t bytes, struct pcapng_reader **out, struct err *e);
/* 1 and an item, 0 at the end, -EINVAL: from here on it is broken (the sentence says where and what). */
int pcapng_next(struct pcapng_reader *r, struct pcapng_item *out, struct err *e);
void pcapng_rewind(struct pcapng_reader *r);
void pcapng_close(struct pcapng_reader *r);
