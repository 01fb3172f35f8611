/*
 * hw/toe/tcp: what the files of the engine share.
 *
 * Who does what: input.c judges a segment, ack.c its acknowledgment (scoreboard in sack.c, losses in recovery.c, window growth in cc.c),
 * receive.c its data. output.c sends. timers.c wakes. state.c moves connections in and out. command.c is the host's side. pool.c and
 * engine.c keep the books.
 */
#pragma once
#include "base/base.h"
#include "hw/toe/tcp/tcp.h"

#define NIL 0xffffffu /* end of a list; indexes have 24 bits */

/* Sequence numbers: a before b, modulo 2^32. */
#define SEQ_LT(a, b) ((int32_t)((uint32_t)(a) - (uint32_t)(b)) < 0)
#define SEQ_LE(a, b) ((int32_t)((uint32_t)(a) - (uint32_t)(b)) <= 0)
static inline uint32_t min_u32(uint32_t a, uint32_t b)
{
	return a < b ? a : b;
}
static inline uint32_t max_u32(uint32_t a, uint32_t b)
{
	return a > b ? a : b;
}

/* conn.flags */
#define F_TS         0x0001u
#define F_SACK       0x0002u
#define F_NAGLE      0x0004u
#define F_KEEPALIVE  0x0008u
#define F_IPV6       0x0010u
#define F_ACK_NOW    0x0020u
#define F_FIN_QUEUED 0x0040u /* a FIN is owed behind snd_end */
#define F_FIN_SENT   0x0080u /* it has sequence number snd_end */
#define F_RX_FIN     0x0100u /* the peer's FIN is in rcv_nxt */
#define F_ASKED      0x0200u /* a mandatory upload was asked for because of a timeout: nothing is sent any more but ACKs */
#define F_PENDING    0x0400u /* in the pump's ring */
#define F_LOADING    0x0800u
#define F_MUTE       0x1000u /* invalidated: says nothing */
#define F_FROZEN     0x2000u /* urgent data came: every segment is passed up */
#define F_LIMITED    0x4000u /* cwnd was what held data back: it may grow */
#define F_TLP        0x8000u /* a tail probe is out, its end in cold.tlp_end */

#define TS_STALE_MS (24u * 86400 * 1000) /* RFC 7323 5.5 */

enum ca { CA_OPEN, CA_RECOVERY, CA_LOSS };
/* What rtx_at means: these never run at once. */
enum rtx_kind { RTX_OFF, RTX_RTO, RTX_REO, RTX_TLP, RTX_PERSIST, RTX_PROBE, RTX_SWS, RTX_FIN_WAIT_2, RTX_TIME_WAIT };

/*
 * Three cache lines. The fast path of a sender (ACKs in, data out) touches the first and the second, that of a receiver the first and the
 * third. seq: absolute sequence numbers; *_at: milliseconds, running if the timer's bit is in `timers`.
 */
struct conn {
	/* common */
	uint32_t snd_una, snd_max; /* everything below snd_max was sent once */
	uint32_t snd_end;          /* behind the last byte that was queued */
	uint32_t snd_wnd, snd_wl1;
	uint32_t rcv_nxt;
	uint32_t rcv_adv;   /* right edge of the window: the furthest that was ever offered */
	uint32_t rcv_acked; /* rcv_nxt when the last ACK left */
	uint32_t ts_recent, ts_delta;
	uint32_t heard_ms; /* last acceptable segment: keepalive, age of ts_recent, idle restart */
	uint32_t armed_at;
	uint16_t local_port, remote_port;
	uint16_t mss; /* payload of a full segment that has no SACK option; 0: no connection has this number */
	uint16_t flags;
	uint8_t state, scales; /* scales: ours << 4 | the peer's */
	uint8_t ca, timers, rtx_kind;
	uint8_t unacked_segments; /* received since the last ACK */
	uint8_t ttl, tos;
	/* sending */
	uint32_t cwnd, ssthresh;
	uint32_t sacked, lost; /* bytes of [snd_una, snd_max) that left the network; the sum of the records' flags (without SACK: of
	                          duplicate ACKs) */
	uint32_t tx_head, tx_tail;
	uint32_t sq_head, sq_tail, sq_next; /* send ranges; sq_next holds snd_max, or NIL if all is sent */
	uint32_t srtt, rttvar;              /* microseconds times 8, times 4 */
	uint32_t rtx_at;
	uint32_t cc_acked;  /* bytes acknowledged towards the next increase of cwnd */
	uint32_t head_done; /* bytes of the oldest send request that are acknowledged and whose ranges are freed */
	uint32_t max_snd_wnd;
	uint16_t tx_count : 14, own_flight : 2; /* own_flight: which of the two own flight records are in use */
	uint8_t dup_acks, rtx_count;
	/* receiving, and marks */
	uint32_t rcv_pending; /* in-order bytes not consumed */
	uint32_t rcv_space;
	uint32_t oo_head, in_head, in_tail, post_head, post_tail;
	uint32_t indicated; /* bytes the host has and did not consume */
	uint32_t marks;     /* C_... */
	uint32_t ack_at, push_at;
	uint32_t dsack_from, dsack_to;
	uint32_t fack; /* RACK's: the highest sequence number delivered */
	uint16_t oo_count;
	uint8_t sack_count, reo_persist, reo_mult, probe_round, ka_sent;
};
_Static_assert(sizeof(struct conn) == 192 && offsetof(struct conn, cwnd) == 64 && offsetof(struct conn, rcv_pending) == 128,
               "three cache lines");
#define T_RTX       0x01u
#define T_ACK       0x02u
#define T_KEEPALIVE 0x04u
#define T_PUSH      0x08u
#define T_ANY       0x0fu
#define T_PROBED    0x10u /* the next acceptable segment ends the probing: keepalive's, or of a doubtful RST or SYN */
#define T_TS_STALE                                                                                                                         \
	0x20u         /* no timer: ts_recent is older than TS_STALE_MS or was never known, and judges nothing until a segment sets it      \
	               */
#define T_ARMED 0x80u /* in the wheel, to fire at armed_at */

/* cold.flags */
#define C_USED        0x0001u
#define C_REORDERING  0x0002u /* was seen on this path */
#define C_ABORTED     0x0004u
#define C_BLIND       0x0008u /* the keepalive timer runs because of a challenge ACK */
#define C_BLIND_ONLY  0x0010u /* ... and only because of it */
#define C_RST_DOUBTED 0x0020u /* a RST was challenged; no other until an acceptable segment */
#define C_FIN_TOLD    0x0040u /* TCP_EV_DISCONNECT was raised */
#define C_ASKED_MUTE  0x0080u
#define C_DISCONNECT  0x0100u /* cold.disconnect is to be completed */
#define C_DSACK       0x0200u /* cold.dsack_* is to be reported */
#define C_TLP_RETX    0x0400u /* the tail probe was a retransmission */
#define C_SYN_DOUBTED 0x0800u /* cold.syn_ms is valid */
#define C_PARTIAL     0x2000u /* a recovery without SACK has seen a partial ACK */
#define C_OOW_ACKED   0x1000u /* cold.oow_ms is valid */

struct cold {
	struct tcp_const c;
	struct tcp_cached u;
	uint32_t hash_next;
	/* recovery */
	uint32_t recover; /* snd_max when it began; RFC 6582's too */
	uint32_t prr_flight, prr_delivered, prr_out;
	uint32_t undo_cwnd, undo_ssthresh,
	        undo_ts; /* before the reduction; our timestamp clock at the retransmission. undo_cwnd 0: nothing to undo */
	uint32_t rack_sent, rack_end, rack_rtt; /* microseconds, seq */
	uint32_t min_rtt;                       /* 0: none */
	uint32_t reo_round;                     /* seq: reo_mult changes once a round */
	uint32_t tlp_end;
	uint32_t rt_since_ms; /* first retransmission of the current segment, less what the host spent; valid if rtx_count */
	/* CUBIC, RFC 9438 */
	uint32_t cubic_max, cubic_k_ms, cubic_epoch_ms, cubic_origin, cubic_est;
	/* receive */
	uint32_t sack_recent[4]; /* a sequence number in each of the blocks reported last, newest first */
	/* timers */
	uint32_t ka_at, syn_ms, oow_ms;
	uint32_t wheel_next, wheel_prev, wheel_slot;
	uint64_t disconnect; /* its cookie */
};
_Static_assert(sizeof(struct conn) + sizeof(struct cold) + 2 * 16 <= 512, "fixed state of a connection");

/* Records: the first word is the link (24 bits) and, for flight records, flags (8). */
struct flight {
	uint32_t link, seq, end, sent; /* sent: microseconds */
};
#define X_SACKED 0x01000000u
#define X_LOST   0x02000000u /* and not sent again since */
#define X_RETX   0x04000000u
#define X_NORTT  0x08000000u /* when it was sent is not known */
struct send_range {
	uint32_t link, seq;
	uint64_t handle, cookie;
	uint32_t offset, length; /* length: SEND_LAST | bytes */
};
#define SEND_LAST 0x80000000u
#define SEND_LEN  0x7fffffffu
struct held {
	uint32_t link, seq;
	uint64_t handle;
	uint32_t offset, length;
	uint32_t flags; /* 1: push, 2: FIN behind it */
};
struct post {
	uint32_t link, length, filled, flags; /* flags: 1: no push */
	uint64_t cookie;
};
struct pool {
	void *base;
	uint32_t stride, count, used, free;
};

#define WHEEL_BITS   8
#define WHEEL_SLOTS  256u
#define WHEEL_LEVELS 4u

struct tcp_engine {
	struct tcp_config cfg;
	struct tcp_ops ops;
	void *ctx;
	struct conn *conns;
	struct cold *colds;
	struct pool flight, sends, held, posts;
	uint32_t *ring; /* connections that have something to say */
	uint32_t ring_head, ring_used;
	uint32_t *buckets, bucket_mask;
	uint64_t now_us;
	uint32_t now; /* milliseconds */
	uint32_t wheel_now;
	uint32_t wheel[WHEEL_LEVELS * WHEEL_SLOTS]; /* heads */
	uint32_t armed;                             /* connections in it */
	uint64_t occupied[WHEEL_LEVELS][WHEEL_SLOTS / 64];
	struct tcp_statistics stats[2];
};

/* A segment, parsed. */
struct segment {
	uint32_t seq, ack, wnd, length; /* wnd: scaled */
	uint32_t ts_val, ts_ecr;
	uint16_t flags;
	uint8_t sack_count;
	bool has_ts;
	bool dsack; /* the first block was about data that had arrived before */
	uint32_t sack[4][2];
	struct tcp_range payload;
};
#define TH_FIN 0x01u
#define TH_SYN 0x02u
#define TH_RST 0x04u
#define TH_PSH 0x08u
#define TH_ACK 0x10u
#define TH_URG 0x20u

static inline struct cold *cold_of(const struct tcp_engine *e, const struct conn *c)
{
	return &e->colds[c - e->conns];
}
static inline uint32_t conn_index(const struct tcp_engine *e, const struct conn *c)
{
	return (uint32_t)(c - e->conns);
}
static inline struct tcp_statistics *stats_of(struct tcp_engine *e, const struct conn *c)
{
	return &e->stats[c->flags & F_IPV6 ? 1 : 0];
}
static inline struct flight *flight_at(const struct tcp_engine *e, uint32_t i)
{
	return (struct flight *)e->flight.base + i;
}
static inline struct send_range *send_at(const struct tcp_engine *e, uint32_t i)
{
	return (struct send_range *)e->sends.base + i;
}
static inline struct held *held_at(const struct tcp_engine *e, uint32_t i)
{
	return (struct held *)e->held.base + i;
}
static inline struct post *post_at(const struct tcp_engine *e, uint32_t i)
{
	return (struct post *)e->posts.base + i;
}
static inline uint32_t flight_next(const struct flight *f)
{
	return f->link & NIL;
}
/* Queued and never sent; the FIN does not count. */
static inline uint32_t conn_unsent(const struct conn *c)
{
	return c->flags & F_FIN_SENT ? 0 : c->snd_end - c->snd_max;
}
/* Bytes that are thought to be in the network. */
static inline uint32_t conn_pipe(const struct conn *c)
{
	return c->snd_max - c->snd_una - c->sacked - c->lost;
}
static inline uint32_t ts_clock(const struct tcp_engine *e, const struct conn *c)
{
	return (uint32_t)(e->now_us * e->cfg.ts_hz / 1000000) + c->ts_delta;
}

/* engine.c */
struct conn *conn_get(const struct tcp_engine *e, uint32_t conn); /* NULL: not loaded */
void engine_time(struct tcp_engine *e, uint64_t now);
void conn_wake(struct tcp_engine *e, struct conn *c); /* has something to say */
void conn_event(struct tcp_engine *e, struct conn *c, enum tcp_event what, uint32_t info);
void conn_set_state(struct tcp_engine *e, struct conn *c, enum tcp_conn_state s);
void conn_hash_add(struct tcp_engine *e, uint32_t i);
void conn_hash_del(struct tcp_engine *e, uint32_t i);
void conn_set_mss(struct conn *c, const struct cold *k);

/* pool.c */
int pool_init(struct pool *p, uint32_t stride, uint32_t count, uint32_t reserved); /* the first `reserved` records are never handed out */
uint32_t pool_get(struct pool *p);                                                 /* NIL: empty */
void pool_put(struct pool *p, uint32_t i);
/* Flight records of a connection partition [snd_una, snd_max), in order. */
void flight_append(struct tcp_engine *e, struct conn *c, uint32_t end, uint32_t flags); /* [snd_max, end) leaves now */
bool flight_split(struct tcp_engine *e, struct conn *c, uint32_t i, uint32_t seq);      /* false: no record */
void flight_shift(struct conn *c, struct flight *f, struct flight *next, uint32_t seq); /* [.., seq) of `next` is f's */
void flight_drop_head(struct tcp_engine *e, struct conn *c);
void flight_clear(struct tcp_engine *e, struct conn *c);
void flight_collapse(struct tcp_engine *e, struct conn *c);                       /* one record, lost */
void flight_mark(struct conn *c, struct flight *f, uint32_t set, uint32_t clear); /* X_SACKED and X_LOST, and the sums */
void flight_merge(struct tcp_engine *e, struct conn *c);                          /* neighbours that say the same */

/* options.c */
bool tcp_segment_parse(const struct conn *c, const uint8_t *h, uint32_t n, const struct tcp_range *payload, struct segment *s);
void header_build(const struct tcp_engine *e, const struct conn *c, struct tcp_out *o, uint32_t seq, uint32_t flags, uint16_t window);
unsigned sack_blocks(const struct tcp_engine *e, const struct conn *c, uint32_t (*b)[2], unsigned max); /* sack.c: what to report */

/* sack.c, ack.c, recovery.c, cc.c */
uint32_t sack_process(struct tcp_engine *e, struct conn *c, struct segment *s); /* bytes newly reported as received */
void sack_note(struct tcp_engine *e, struct conn *c, uint32_t seq);             /* out-of-order data arrived at */
bool ack_process(struct tcp_engine *e, struct conn *c, struct segment *s);      /* false: not an acceptable ACK: ignore the segment */
void rtt_sample(struct conn *c, struct cold *k, uint32_t us);
uint32_t rto_ms(const struct tcp_engine *e, const struct conn *c); /* without backoff */
void recovery_delivered(struct tcp_engine *e, struct conn *c, const struct flight *f);
/* Both answer in how many microseconds a segment will count as lost if nothing is heard of it, 0: none. */
uint32_t recovery_run(struct tcp_engine *e, struct conn *c, uint32_t acked, uint32_t delivered, bool duplicate, const struct segment *s);
uint32_t recovery_reorder_expired(struct tcp_engine *e, struct conn *c);
void recovery_timeout(struct tcp_engine *e, struct conn *c);
bool recovery_undo(struct tcp_engine *e, struct conn *c, const struct segment *s); /* the ACK was of the original: it was all a mistake */
void recovery_resend(struct tcp_engine *e, struct conn *c); /* everything outstanding again, for another reason than congestion */
void cc_grow(struct tcp_engine *e, struct conn *c, uint32_t acked);
uint32_t cc_reduced(struct tcp_engine *e, struct conn *c, uint32_t flight); /* the new ssthresh */
void cc_idle(struct tcp_engine *e, struct conn *c);                         /* data after a silence */

/* receive.c */
enum tcp_in receive_data(struct tcp_engine *e, struct conn *c, struct segment *s);
void receive_place(struct tcp_engine *e, struct conn *c); /* held in-order data into posted requests */
void receive_check_fin(struct tcp_engine *e, struct conn *c);
void receive_complete_all(struct tcp_engine *e, struct conn *c, enum tcp_done how);
void receive_drop(struct tcp_engine *e, struct conn *c, bool in_order_too);
void receive_window(struct tcp_engine *e, struct conn *c); /* after consumption: a window update if it is worth one */
uint16_t window_field(struct conn *c);                     /* moves rcv_adv; what to put into the header */
void push_expired(struct tcp_engine *e, struct conn *c);

/* output.c */
bool output_run(struct tcp_engine *e, struct conn *c, bool *more); /* false: the ring is full */
bool output_ack(struct tcp_engine *e, struct conn *c);
bool output_control(struct tcp_engine *e, struct conn *c, uint32_t seq, uint32_t flags); /* no payload */
bool output_probe(struct tcp_engine *e, struct conn *c, bool tail); /* persist: the octet at snd_una; tail: the last segment again */
bool output_override(struct tcp_engine *e, struct conn *c);         /* the silly window timer: what the window allows */
uint32_t range_of(const struct tcp_engine *e, const struct conn *c, uint32_t seq); /* the send range that holds seq, or NIL */
void output_challenge(struct tcp_engine *e, struct conn *c);
bool output_muted(struct tcp_engine *e, struct conn *c);

/* timers.c */
void timer_rtx(struct tcp_engine *e, struct conn *c, enum rtx_kind kind, uint32_t after);
void timer_rtx_stop(struct conn *c);
/* What should run now: timeout, tail probe, persist or nothing. KEEP: leaves a timer that runs alone, or whoever sends us ACKs that say
 * nothing could put it off for ever. NEW_DATA: was just sent. PROGRESS: something was acknowledged, or begins. */
enum rtx_why { RTX_KEEP, RTX_NEW_DATA, RTX_PROGRESS };
void timer_retransmit(struct tcp_engine *e, struct conn *c, enum rtx_why why);
void timers_stop(struct tcp_engine *e, struct conn *c);
void timer_set(struct tcp_engine *e, struct conn *c, uint32_t bit, uint32_t after);
void timer_blind(struct tcp_engine *e, struct conn *c);                              /* a challenge ACK was sent */
void timer_heard(struct tcp_engine *e, struct conn *c);                              /* an acceptable segment came */
uint32_t timer_left(const struct tcp_engine *e, const struct conn *c, uint32_t bit); /* ms, or TCP_OFF */

/* command.c */
void sends_release(struct tcp_engine *e, struct conn *c, uint32_t una); /* frees ranges below, completes requests */
void sends_complete_all(struct tcp_engine *e, struct conn *c, enum tcp_done how);
void disconnect_complete(struct tcp_engine *e, struct conn *c, enum tcp_done how);
void conn_reset(struct tcp_engine *e, struct conn *c); /* RST came or was sent: nothing is outstanding any more, CLOSED */
