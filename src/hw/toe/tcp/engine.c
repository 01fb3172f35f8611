/*
 * Creation, the clock, the ring of connections that have something to say, the table that finds a connection by its addresses, counters.
 */
#include "engine.h"
#include <stdlib.h>
#include <string.h>

static uint32_t or_else(uint32_t v, uint32_t otherwise)
{
	return v ? v : otherwise;
}
void tcp_parameters(struct tcp_engine *e, const struct tcp_config *p)
{
	struct tcp_config *c = &e->cfg;
	c->ack_frequency = min_u32(or_else(p->ack_frequency, 2), 255);
	c->ack_delay = or_else(p->ack_delay, 40);
	c->max_retransmits = min_u32(or_else(p->max_retransmits, 8), 250);
	c->dup_threshold = min_u32(or_else(p->dup_threshold, 3), 127);
	c->push_delay = or_else(p->push_delay, 500);
	c->sws_delay = or_else(p->sws_delay, 200);
}
struct tcp_engine *tcp_create(const struct tcp_config *cfg, const struct tcp_ops *ops, void *ctx)
{
	struct tcp_engine *e;
	uint32_t n = cfg->connections, buckets = 16;

	if (!n || n > 1u << 20)
		return NULL;
	e = calloc(1, sizeof(*e));
	if (!e)
		return NULL;
	e->cfg = *cfg;
	e->ops = *ops;
	e->ctx = ctx;
	tcp_parameters(e, cfg);
	e->cfg.burst = min_u32(or_else(cfg->burst, 61440), 65535 - 120);
	e->cfg.ts_hz = or_else(cfg->ts_hz, 1000);
	e->cfg.rto_min = or_else(cfg->rto_min, 200);
	e->cfg.rto_max = or_else(cfg->rto_max, 60000);
	e->cfg.fin_wait_2 = or_else(cfg->fin_wait_2, 120000);
	e->cfg.time_wait = or_else(cfg->time_wait, 60000);
	while (buckets < n)
		buckets *= 2;
	e->bucket_mask = buckets - 1;
	/* Of whole cache lines, on their boundary. */
	e->conns = aligned_alloc(64, (size_t)n * sizeof(struct conn));
	e->colds = calloc(n, sizeof(struct cold));
	e->ring = calloc(n, sizeof(uint32_t));
	e->buckets = malloc(buckets * sizeof(uint32_t));
	if (!e->conns || !e->colds || !e->ring || !e->buckets ||
	    pool_init(&e->flight, sizeof(struct flight), or_else(cfg->flight, max_u32(1024, n * 4)), n * 2) ||
	    pool_init(&e->sends, sizeof(struct send_range), or_else(cfg->sends, max_u32(1024, n * 2)), 0) ||
	    pool_init(&e->held, sizeof(struct held), or_else(cfg->held, max_u32(1024, n * 2)), 0) ||
	    pool_init(&e->posts, sizeof(struct post), or_else(cfg->posts, max_u32(1024, n)), 0)) {
		tcp_destroy(e);
		return NULL;
	}
	memset(e->conns, 0, (size_t)n * sizeof(struct conn));
	for (uint32_t i = 0; i < buckets; i++)
		e->buckets[i] = NIL;
	for (uint32_t i = 0; i < ARRAY_LEN(e->wheel); i++)
		e->wheel[i] = NIL;
	return e;
}
void tcp_destroy(struct tcp_engine *e)
{
	if (!e)
		return;
	free(e->conns);
	free(e->colds);
	free(e->ring);
	free(e->buckets);
	free(e->flight.base);
	free(e->sends.base);
	free(e->held.base);
	free(e->posts.base);
	free(e);
}
size_t tcp_fixed_bytes(void)
{
	return sizeof(struct conn) + sizeof(struct cold) + 2 * sizeof(struct flight);
}
size_t tcp_pool_bytes(const struct tcp_engine *e, uint32_t conn)
{
	const struct conn *c = conn_get(e, conn);
	size_t n = 0;
	if (!c)
		return 0;
	for (uint32_t i = c->tx_head; i != NIL; i = flight_next(flight_at(e, i)))
		n += i / 2 == conn ? 0 : sizeof(struct flight);
	for (uint32_t i = c->sq_head; i != NIL; i = send_at(e, i)->link)
		n += sizeof(struct send_range);
	for (uint32_t i = c->oo_head; i != NIL; i = held_at(e, i)->link)
		n += sizeof(struct held);
	for (uint32_t i = c->in_head; i != NIL; i = held_at(e, i)->link)
		n += sizeof(struct held);
	for (uint32_t i = c->post_head; i != NIL; i = post_at(e, i)->link)
		n += sizeof(struct post);
	return n;
}
void tcp_statistics(const struct tcp_engine *e, bool ipv6, struct tcp_statistics *out)
{
	*out = e->stats[ipv6];
}

struct conn *conn_get(const struct tcp_engine *e, uint32_t conn)
{
	return conn < e->cfg.connections && e->conns[conn].mss ? &e->conns[conn] : NULL;
}
void engine_time(struct tcp_engine *e, uint64_t now)
{
	if (now <= e->now_us)
		return;
	e->now_us = now;
	e->now = (uint32_t)(now / 1000);
}
void conn_event(struct tcp_engine *e, struct conn *c, enum tcp_event what, uint32_t info)
{
	e->ops.event(e->ctx, conn_index(e, c), what, info);
}
static bool established(uint32_t s)
{
	return s == TCP_ESTABLISHED || s == TCP_CLOSE_WAIT;
}
void conn_set_state(struct tcp_engine *e, struct conn *c, enum tcp_conn_state s)
{
	struct tcp_statistics *st = stats_of(e, c);
	st->established += established(s);
	st->established -= established(c->state);
	if (s == TCP_CLOSED && established(c->state))
		st->established_resets++;
	c->state = (uint8_t)s;
	if (s == TCP_TIME_WAIT) {
		timer_rtx(e, c, RTX_TIME_WAIT, e->cfg.time_wait);
		conn_event(e, c, TCP_EV_UPLOAD, TCP_WHY_REQUESTED);
	} else if (s == TCP_FIN_WAIT_2) {
		timer_rtx(e, c, RTX_FIN_WAIT_2, e->cfg.fin_wait_2);
	}
}
/* The peer's MSS is without options (RFC 6691), so is what the path leaves; timestamps are in every segment. */
void conn_set_mss(struct conn *c, const struct cold *k)
{
	uint32_t headers = c->flags & F_IPV6 ? 60 : 40;
	uint32_t mtu = max_u32(k->u.path_mtu, c->flags & F_IPV6 ? 1280 : 68); /* RFC 8200 5, RFC 791 */
	uint32_t mss = min_u32(mtu - headers, k->c.remote_mss);
	if (c->flags & F_TS)
		mss = mss > 12 + 16 ? mss - 12 : 16;
	c->mss = (uint16_t)mss;
}

/* ---- who has something to say ---- */

void conn_wake(struct tcp_engine *e, struct conn *c)
{
	uint32_t at;
	if (c->flags & (F_PENDING | F_LOADING))
		return;
	c->flags |= F_PENDING;
	at = e->ring_head + e->ring_used++;
	e->ring[at >= e->cfg.connections ? at - e->cfg.connections : at] = conn_index(e, c);
}
bool tcp_pump(struct tcp_engine *e, uint64_t now, unsigned budget)
{
	engine_time(e, now);
	while (budget-- && e->ring_used) {
		struct conn *c = &e->conns[e->ring[e->ring_head]];
		bool more = false;
		/* An entry outlives an unload, F_PENDING with it: the connection may be gone, or another one may have its number. */
		if (conn_get(e, conn_index(e, c)) && !output_run(e, c, &more))
			return true; /* the ring is full: the same one goes first next time */
		e->ring_head = e->ring_head + 1 == e->cfg.connections ? 0 : e->ring_head + 1;
		e->ring_used--;
		c->flags &= (uint16_t)~F_PENDING; /* NOLINT(clang-analyzer-core.NullDereference): a slot of the table, never null */
		if (more)
			conn_wake(e, c);
	}
	return e->ring_used != 0;
}

/* ---- addresses to connection ---- */

static uint32_t tuple_hash(bool ipv6, const uint8_t *remote, const uint8_t *local, uint32_t rport, uint32_t lport)
{
	uint64_t h = (uint64_t)rport << 16 | lport, w;
	for (unsigned i = 0; i < (ipv6 ? 16u : 4u); i += 4) {
		uint32_t r, l;
		memcpy(&r, remote + i, 4);
		memcpy(&l, local + i, 4);
		w = (uint64_t)r << 32 | l;
		h = (h ^ w) * 0x9e3779b97f4a7c15ull;
		h ^= h >> 29;
	}
	return (uint32_t)(h >> 16);
}
int tcp_find(const struct tcp_engine *e, bool ipv6, const uint8_t *remote, const uint8_t *local, uint16_t rport, uint16_t lport)
{
	size_t n = ipv6 ? 16 : 4;
	for (uint32_t i = e->buckets[tuple_hash(ipv6, remote, local, rport, lport) & e->bucket_mask]; i != NIL; i = e->colds[i].hash_next) {
		const struct tcp_const *k = &e->colds[i].c;
		if (k->remote_port == rport && k->local_port == lport && k->ipv6 == ipv6 && !memcmp(k->remote, remote, n) &&
		    !memcmp(k->local, local, n))
			return (int)i;
	}
	return -ENOENT;
}
static uint32_t *bucket_of(struct tcp_engine *e, uint32_t i)
{
	const struct tcp_const *k = &e->colds[i].c;
	return &e->buckets[tuple_hash(k->ipv6, k->remote, k->local, k->remote_port, k->local_port) & e->bucket_mask];
}
void conn_hash_add(struct tcp_engine *e, uint32_t i)
{
	uint32_t *b = bucket_of(e, i);
	e->colds[i].hash_next = *b;
	*b = i;
}
void conn_hash_del(struct tcp_engine *e, uint32_t i)
{
	uint32_t *b = bucket_of(e, i);
	while (*b != i)
		b = &e->colds[*b].hash_next;
	*b = e->colds[i].hash_next;
}

const struct tcp_const *tcp_constants(const struct tcp_engine *e, uint32_t conn)
{
	return &e->colds[conn].c;
}
