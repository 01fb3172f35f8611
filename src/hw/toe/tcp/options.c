/*
 * The TCP header: parsing and building, with the options of a connection in data transfer: timestamps (RFC 7323) and SACK (RFC 2018).
 * Others are skipped; a malformed list ends at the malformed option, as RFC 9293 3.1 wants options robustly handled.
 */
#include "engine.h"
#include <string.h>

static inline uint32_t get32(const uint8_t *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}
static inline uint16_t get16(const uint8_t *p)
{
	return (uint16_t)(p[0] << 8 | p[1]);
}
static inline void put32(uint8_t *p, uint32_t v)
{
	p[0] = (uint8_t)(v >> 24);
	p[1] = (uint8_t)(v >> 16);
	p[2] = (uint8_t)(v >> 8);
	p[3] = (uint8_t)v;
}
static inline void put16(uint8_t *p, uint32_t v)
{
	p[0] = (uint8_t)(v >> 8);
	p[1] = (uint8_t)v;
}

static void options_parse(const struct conn *c, const uint8_t *o, uint32_t n, struct segment *s)
{
	while (n) {
		if (o[0] == 0)
			return;
		if (o[0] == 1) {
			o++;
			n--;
			continue;
		}
		if (n < 2 || o[1] < 2 || o[1] > n)
			return;
		if (o[0] == 8 && o[1] == 10 && (c->flags & F_TS)) {
			s->has_ts = true;
			s->ts_val = get32(o + 2);
			s->ts_ecr = get32(o + 6);
		} else if (o[0] == 5 && (c->flags & F_SACK) && o[1] >= 10 && (o[1] - 2) % 8 == 0) {
			for (unsigned i = 2; i < o[1] && s->sack_count < 4; i += 8) {
				s->sack[s->sack_count][0] = get32(o + i);
				s->sack[s->sack_count++][1] = get32(o + i + 4);
			}
		}
		n -= o[1];
		o += o[1];
	}
}
bool tcp_segment_parse(const struct conn *c, const uint8_t *h, uint32_t n, const struct tcp_range *payload, struct segment *s)
{
	uint32_t length;

	if (n < 20)
		return false;
	length = (uint32_t)(h[12] >> 4) * 4;
	if (length < 20 || length > n)
		return false;
	s->seq = get32(h + 4);
	s->ack = get32(h + 8);
	s->flags = h[13];
	s->wnd = (uint32_t)get16(h + 14) << (c->scales & 15);
	s->sack_count = 0;
	s->has_ts = s->dsack = false;
	s->payload = payload ? *payload : (struct tcp_range){0};
	s->length = s->payload.length;
	if (s->length > 65535)
		return false;
	/* The usual one first: two NOPs and timestamps, aligned, alone. */
	if (length == 32 && (c->flags & F_TS) && get32(h + 20) == 0x0101080a) {
		s->has_ts = true;
		s->ts_val = get32(h + 24);
		s->ts_ecr = get32(h + 28);
	} else if (length > 20) {
		options_parse(c, h + 20, length - 20, s);
	}
	return true;
}
void header_build(const struct tcp_engine *e, const struct conn *c, struct tcp_out *o, uint32_t seq, uint32_t flags, uint16_t window)
{
	uint8_t *h = o->header;
	unsigned n = 20;

	put16(h, c->local_port);
	put16(h + 2, c->remote_port);
	put32(h + 4, seq);
	put32(h + 8, flags & TH_ACK ? c->rcv_nxt : 0);
	h[13] = (uint8_t)flags;
	put16(h + 14, window);
	put32(h + 16, 0); /* checksum, urgent pointer */
	if (c->flags & F_TS) {
		put32(h + 20, 0x0101080a);
		put32(h + 24, ts_clock(e, c));
		put32(h + 28, c->ts_recent);
		n = 32;
	}
	/* Blocks never ride on data: every data segment is of the size that path and peer allow without them. */
	if ((c->flags & F_SACK) && !o->length && !(flags & (TH_FIN | TH_RST))) {
		uint32_t b[4][2];
		unsigned k = sack_blocks(e, c, b, c->flags & F_TS ? 3 : 4);
		if (k) {
			h[n] = h[n + 1] = 1;
			h[n + 2] = 5;
			h[n + 3] = (uint8_t)(2 + 8 * k);
			n += 4;
			for (unsigned i = 0; i < k; i++, n += 8) {
				put32(h + n, b[i][0]);
				put32(h + n + 4, b[i][1]);
			}
		}
	}
	h[12] = (uint8_t)(n / 4 << 4);
	o->header_length = (uint8_t)n;
}
