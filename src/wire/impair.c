/*
 * wire, impairments: what a bad cable does, and `cut`.
 *
 * Every frame, in either direction, becomes the segments that a cable carries, with real checksums; each segment then has its fate:
 *
 *   loss -> corrupt (one bit behind the Ethernet addresses and type) -> duplicate -> reorder (held until 1 to 3 later ones have passed)
 *        -> rate (leaves when those before it have) -> delay and jitter (never overtakes: jitter alone does not reorder) -> due
 *
 * A fate is a pure function of seed, direction and the segment's number, each of its questions drawn on its own: what loss= says does not
 * change which segments corrupt= hits, and the same traffic meets the same fate again, whatever the other direction does. Only a held
 * segment that nothing follows depends on time: it goes after HOLD_NS.
 *
 * Bounds: a direction holds at most QUEUE_BYTES; with a rate it takes no more while it is RATE_AHEAD_NS behind. Outwards the NIC is told
 * -EAGAIN, as by a busy cable; inwards the other end is not read, and its queue fills and drops as a switch port's does.
 */
#include "trace/capture.h"
#include "wire/internal.h"
#include <stdlib.h>
#include <string.h>

#define QUEUE_BYTES   (32u << 20)
#define RATE_AHEAD_NS 20000000ull
#define HOLD          16u
#define HOLD_NS       20000000ull
#define AROUND        24u        /* bytes: preamble, checksum and gap of Ethernet */
#define RETRY_NS      100000ull  /* the kind had no room */
#define MASKED_NS     1000000ull /* wire_fd() hides the descriptor: look again after this */
#define PULL          8u         /* frames taken from the other end in one call */

struct parcel {
	struct parcel *next;
	uint64_t due;
	uint32_t bytes;
	uint8_t data[];
};
struct held {
	struct parcel *p;
	unsigned after, passed;
	uint64_t until;
};
struct line {
	struct parcel *head, **tail;
	uint64_t bytes;    /* queued or held */
	uint64_t index;    /* segments so far */
	uint64_t free_at;  /* when the cable is free */
	uint64_t last_due; /* of what is queued */
	struct held held[HOLD];
	unsigned holding;
	bool blocked; /* the kind had no room */
};
struct wire_impair {
	struct line line[2];
	uint8_t flat[FRAME_MAX], piece[FRAME_MAX];
};
enum question { ASK_LOSS = 1, ASK_CORRUPT, ASK_BIT, ASK_DUPLICATE, ASK_REORDER, ASK_BEHIND, ASK_JITTER };

static uint64_t draw(const struct wire *w, enum wire_direction d, uint64_t index, enum question q)
{
	uint64_t z = w->set.seed * 0x9e3779b97f4a7c15ull + (index * 16 + (uint64_t)q * 2 + d) * 0xd1342543de82ef95ull;

	for (int i = 0; i < 2; i++) { /* SplitMix64's finish, twice: neighbouring numbers must not look alike */
		z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
		z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
		z ^= z >> 31;
	}
	return z;
}
static bool happens(const struct wire *w, enum wire_direction d, uint64_t index, enum question q, uint32_t share)
{
	return share && (share == UINT32_MAX || (uint32_t)(draw(w, d, index, q) >> 32) < share);
}
static struct parcel *parcel(struct line *l, const uint8_t *data, uint32_t bytes)
{
	struct parcel *p = malloc(sizeof(*p) + bytes);

	if (p) {
		memcpy(p->data, data, bytes);
		p->bytes = bytes;
		p->next = NULL;
		l->bytes += bytes;
	}
	return p;
}
/* Onto the cable. */
static void depart(struct wire *w, enum wire_direction d, struct parcel *p, uint64_t index, uint64_t now)
{
	struct line *l = &w->impair->line[d];
	uint64_t due = now;

	if (w->set.rate) {
		l->free_at = l->free_at > now ? l->free_at : now;
		l->free_at += (p->bytes + AROUND) * 8000000000ull / w->set.rate;
		due = l->free_at;
	}
	due += w->set.delay_ns;
	if (w->set.jitter_ns)
		due = due - w->set.jitter_ns + draw(w, d, index, ASK_JITTER) % (2 * w->set.jitter_ns + 1);
	p->due = l->last_due = due > l->last_due ? due : l->last_due;
	*l->tail = p;
	l->tail = &p->next;
}
static void release(struct wire *w, enum wire_direction d, unsigned i, uint64_t now)
{
	struct line *l = &w->impair->line[d];
	const struct held h = l->held[i];

	l->held[i] = l->held[--l->holding];
	if (h.passed)
		wire_add(&w->count[d].reordered, 1);
	depart(w, d, h.p, l->index, now);
}
static void overdue(struct wire *w, enum wire_direction d, uint64_t now)
{
	struct line *l = &w->impair->line[d];

	for (unsigned i = 0; i < l->holding;)
		if (l->held[i].until <= now)
			release(w, d, i, now);
		else
			i++;
}
static void pass(struct wire *w, enum wire_direction d, struct parcel *p, uint64_t index, uint64_t now)
{
	struct line *l = &w->impair->line[d];

	depart(w, d, p, index, now);
	for (unsigned i = 0; i < l->holding;) {
		l->held[i].passed++;
		if (l->held[i].passed >= l->held[i].after)
			release(w, d, i, now);
		else
			i++;
	}
}
/* One segment, with its fate. */
static void segment(struct wire *w, enum wire_direction d, uint8_t *data, uint32_t bytes, uint64_t now)
{
	struct line *l = &w->impair->line[d];
	struct wire_count *c = &w->count[d];
	const uint64_t i = l->index++;
	struct parcel *p, *again = NULL;

	if (happens(w, d, i, ASK_LOSS, w->set.loss)) {
		wire_add(&c->lost, 1);
		return;
	}
	if (bytes > 14 && happens(w, d, i, ASK_CORRUPT, w->set.corrupt)) {
		const uint64_t bit = draw(w, d, i, ASK_BIT) % ((bytes - 14) * 8ull);

		data[14 + bit / 8] ^= (uint8_t)(1u << bit % 8);
		wire_add(&c->corrupted, 1);
	}
	p = parcel(l, data, bytes);
	if (p && happens(w, d, i, ASK_DUPLICATE, w->set.duplicate) && (again = parcel(l, data, bytes)))
		wire_add(&c->duplicated, 1);
	if (!p) {
		wire_add(&c->dropped, 1);
	} else if (l->holding < HOLD && happens(w, d, i, ASK_REORDER, w->set.reorder)) {
		l->held[l->holding++] = (struct held){p, 1 + (unsigned)(draw(w, d, i, ASK_BEHIND) % 3), 0, now + HOLD_NS};
	} else {
		pass(w, d, p, i, now);
	}
	if (again)
		pass(w, d, again, i, now);
}
/* A flat frame: into its segments. */
static int accept_frame(struct wire *w, enum wire_direction d, const uint8_t *flat, uint32_t bytes, const struct frame_info *info,
                        uint64_t now)
{
	static const struct segment_options cut = {.ipid = SEGMENT_IPID_16};
	struct wire_impair *m = w->impair;
	struct segment_cut c;
	int r = segment_begin(&c, flat, bytes, info, &cut);

	if (r)
		return r;
	while ((r = segment_next(&c, m->piece, sizeof(m->piece), NULL)) > 0) {
		const unsigned tag = m->piece[12] == 0x81 && m->piece[13] == 0 ? 4 : 0;

		if (w->set.mtu && (unsigned)r > w->set.mtu + 14 + tag) {
			wire_add(&w->count[d].dropped, 1);
			continue;
		}
		if (d == WIRE_OUT) {
			static const struct frame_info plain;
			const struct iovec iov = {m->piece, (size_t)r};

			capture_frame(CAPTURE_WIRE_OUT, &plain, &iov, 1, (size_t)r);
		}
		wire_add(&w->count[d].frames, 1);
		wire_add(&w->count[d].bytes, (uint64_t)r);
		segment(w, d, m->piece, (uint32_t)r, now);
	}
	return r;
}
static bool full(const struct wire *w, enum wire_direction d, uint64_t now)
{
	const struct line *l = &w->impair->line[d];

	return l->bytes >= QUEUE_BYTES || (w->set.rate && l->free_at > now + RATE_AHEAD_NS);
}
static struct parcel *take(struct line *l)
{
	struct parcel *p = l->head;

	l->head = p->next;
	if (!l->head)
		l->tail = &l->head;
	l->bytes -= p->bytes;
	return p;
}
/* What is due goes to the other end. */
static void flush(struct wire *w, uint64_t now)
{
	static const struct frame_info plain;
	struct line *l = &w->impair->line[WIRE_OUT];

	overdue(w, WIRE_OUT, now);
	l->blocked = false;
	while (l->head && l->head->due <= now) {
		const struct iovec iov = {l->head->data, l->head->bytes};
		const int r = wire_pass_out(w, &plain, &iov, 1);

		if (r == -EAGAIN) {
			l->blocked = true;
			return;
		}
		if (r)
			wire_add(&w->count[WIRE_OUT].dropped, 1);
		free(take(l));
	}
}
int wire_impair_send(struct wire *w, const struct frame_info *info, const struct iovec *iov, unsigned n)
{
	struct wire_impair *m = w->impair;
	const uint64_t now = clock_mono_ns();
	uint32_t bytes = 0;
	int r;

	flush(w, now);
	if (m->line[WIRE_OUT].blocked || full(w, WIRE_OUT, now))
		return -EAGAIN;
	for (unsigned i = 0; i < n; bytes += (uint32_t)iov[i++].iov_len)
		memcpy(m->flat + bytes, iov[i].iov_base, iov[i].iov_len);
	r = accept_frame(w, WIRE_OUT, m->flat, bytes, info, now);
	flush(w, now);
	return r;
}
ssize_t wire_impair_receive(struct wire *w, struct frame_info *info, const struct iovec *iov, unsigned n)
{
	struct wire_impair *m = w->impair;
	struct line *l = &m->line[WIRE_IN];
	const uint64_t now = clock_mono_ns();
	struct parcel *p;
	uint32_t at = 0;

	flush(w, now);
	for (unsigned i = 0; i < PULL && !full(w, WIRE_IN, now) && !(l->head && l->head->due <= now); i++) {
		const struct iovec flat = {m->flat, sizeof(m->flat)};
		const ssize_t r = wire_pass_in(w, info, &flat, 1);

		if (r == 0)
			break;
		if (r < 0 || accept_frame(w, WIRE_IN, m->flat, (uint32_t)r, info, now))
			wire_add(&w->count[WIRE_IN].dropped, 1);
	}
	overdue(w, WIRE_IN, now);
	memset(info, 0, sizeof(*info));
	if (!l->head || l->head->due > now)
		return 0;
	p = take(l);
	for (unsigned i = 0; i < n && at < p->bytes; i++) {
		const size_t left = p->bytes - at, bytes = iov[i].iov_len < left ? iov[i].iov_len : left;

		memcpy(iov[i].iov_base, p->data + at, bytes);
		at += (uint32_t)bytes;
	}
	at = at < p->bytes ? 0 : at;
	free(p);
	return at ? (ssize_t)at : -EMSGSIZE;
}
static uint64_t line_next(const struct line *l)
{
	uint64_t next = l->head ? l->head->due : UINT64_MAX;

	for (unsigned i = 0; i < l->holding; i++)
		next = l->held[i].until < next ? l->held[i].until : next;
	return next;
}
bool wire_impair_hides_fd(const struct wire *w)
{
	const uint64_t now = clock_mono_ns();

	return full(w, WIRE_IN, now) || (full(w, WIRE_OUT, now) && !w->impair->line[WIRE_OUT].blocked);
}
uint64_t wire_impair_next_ns(const struct wire *w)
{
	const struct line *out = &w->impair->line[WIRE_OUT], *in = &w->impair->line[WIRE_IN];
	const uint64_t now = clock_mono_ns(), from_in = line_next(in);
	uint64_t next = out->blocked ? now + RETRY_NS : line_next(out);

	next = from_in < next ? from_in : next;
	if (wire_impair_hides_fd(w) && next > now + MASKED_NS)
		next = now + MASKED_NS;
	return next;
}
int wire_impair_open(struct wire *w, struct err *e)
{
	const struct wire_settings *s = &w->set;

	if (!s->cut && !s->mtu && !s->loss && !s->reorder && !s->duplicate && !s->corrupt && !s->delay_ns && !s->rate)
		return 0;
	w->impair = calloc(1, sizeof(*w->impair));
	if (!w->impair)
		return err_set(e, ENOMEM, "out of memory");
	for (int d = 0; d < 2; d++)
		w->impair->line[d].tail = &w->impair->line[d].head;
	return 0;
}
void wire_impair_close(struct wire *w)
{
	if (!w->impair)
		return;
	for (int d = 0; d < 2; d++) {
		struct line *l = &w->impair->line[d];

		while (l->head)
			free(take(l));
		while (l->holding)
			free(l->held[--l->holding].p);
	}
	free(w->impair);
}
