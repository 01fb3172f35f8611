/*
 * wire, inside: a kind of wire moves flat frames to and from its other end; wire.c does the rest (spec, tags, impairments, counters).
 *
 * What a kind sees: no tag beside the frame (wire.c has put it in), never more than FRAME_MAX bytes. Everything on the NIC's thread.
 */
#pragma once
#include "base/segment.h"
#include "wire/wire.h"
#include <linux/virtio_net.h>
#include <stdatomic.h>

#define WIRE_PIECES 260 /* most iovecs of a frame, with what wire.c adds */

struct wire_settings {
	char target[256];                           /* KIND=TARGET */
	char in[512], out[512];                     /* pcapng */
	bool fast;                                  /* pcapng: replay as fast as the NIC takes it */
	bool loop;                                  /* pcapng: from the start again */
	bool cut;                                   /* no super-frames on the cable */
	unsigned mtu;                               /* 0: as the kind says */
	unsigned vlan;                              /* 0: no trunk */
	uint32_t loss, reorder, duplicate, corrupt; /* probability times 2^32 - 1 */
	uint64_t delay_ns, jitter_ns, rate, seed;   /* rate: bit/s, 0 unlimited */
};
struct wire_kind {
	const char *name, *help;
	bool target; /* KIND=TARGET is wanted */
	bool gso;    /* carries super-frames */
	int (*open)(struct wire *w, const struct wire_options *o, struct err *e);
	void (*close)(struct wire *w);
	int (*fd)(const struct wire *w);
	int (*send)(struct wire *w, const struct frame_info *info, const struct iovec *iov, unsigned n); /* as wire_send() */
	ssize_t (*receive)(struct wire *w, struct frame_info *info, const struct iovec *iov, unsigned n);
	uint64_t (*next_ns)(struct wire *w);           /* NULL: never */
	void (*show)(const struct wire *w, json_t *j); /* NULL: nothing of its own; any thread */
};
extern const struct wire_kind wire_tap, wire_link, wire_packet, wire_pcapng, wire_null;

struct wire_count { /* written by the NIC's thread, read by any */
	_Atomic uint64_t frames, bytes, lost, reordered, duplicated, corrupted, dropped, foreign;
};
static inline void wire_add(_Atomic uint64_t *c, uint64_t n)
{
	atomic_store_explicit(c, atomic_load_explicit(c, memory_order_relaxed) + n, memory_order_relaxed);
}
struct wire_impair;
enum wire_direction { WIRE_OUT, WIRE_IN }; /* from the NIC, to the NIC */
struct wire {
	const struct wire_kind *kind;
	void *state; /* the kind's */
	char *spec;
	struct wire_settings set;
	struct wire_impair *impair; /* NULL: frames go straight through */
	struct wire_count count[2];
};

/* spec.c */
int wire_parse(const char *spec, const struct wire_kind **kind, struct wire_settings *s, struct err *e);
/* wire.c: to and from the kind, through a trunk's other end */
int wire_pass_out(struct wire *w, const struct frame_info *info, const struct iovec *iov, unsigned n);
ssize_t wire_pass_in(struct wire *w, struct frame_info *info, const struct iovec *iov, unsigned n);

/* impair.c; w->impair stays NULL when nothing is asked for. Counts segments itself. */
int wire_impair_open(struct wire *w, struct err *e);
void wire_impair_close(struct wire *w);
int wire_impair_send(struct wire *w, const struct frame_info *info, const struct iovec *iov, unsigned n);
ssize_t wire_impair_receive(struct wire *w, struct frame_info *info, const struct iovec *iov, unsigned n);
uint64_t wire_impair_next_ns(const struct wire *w);
/* It is not the descriptor that is waited for: the queue is full, time must pass. */
bool wire_impair_hides_fd(const struct wire *w);
