/*
 * hw/toe/tcp: the NIC's TCP engine.
 *
 * A pure state machine. Segments, commands and the time go in; segments, completions and events come out through struct tcp_ops. It has no
 * clock, no I/O, no threads and, after tcp_create(), no allocation. It never sees payload: what is to be sent and what was received are
 * ranges {handle, offset, length} that only the caller can resolve, so nothing is copied here.
 *
 * THEORY OF OPERATION
 *
 * A connection is a number, 0 .. connections-1, chosen by the caller (the card's connection table). Its fixed state lives in two arrays:
 * a hot part of three cache lines, of which an ACK that lets data out touches two and data in order touches two, and a cold part.
 * Everything of variable length is a list in one of four shared pools: `flight` (what was sent and is not acknowledged: one record per
 * burst, split where SACK or a retransmission needs it), `sends` (ranges of send requests), `held` (payload that arrived out of order, or
 * in order and not wanted yet), `posts` (posted receive requests). A pool that is empty degrades, it never grows: no flight record: bursts
 * are remembered together, SACK blocks that would need a split are ignored, in the end retransmission goes back to the first unacknowledged
 * byte (each connection owns two records, so this always works); no held record: the segment is dropped and the peer sends it again; no
 * send or post record: the command answers -ENOBUFS.
 *
 * The caller's loop, single threaded, `now` in microseconds and never going back:
 *     for each frame: tcp_find(), tcp_input()    for each doorbell: tcp_send(), tcp_post(), ...
 *     tcp_timers(now)    tcp_pump(now, budget)    sleep until tcp_deadline()
 * Input and commands only note that a connection has something to say; tcp_pump() lets it speak, each connection one burst a turn, so
 * acknowledgments of a batch of frames become one and data leaves in super-segments. (Duplicate ACKs, challenge ACKs and RSTs leave at
 * once.)
 *
 * A connection's life, in the order of calls:
 *     tcp_load(state)                     the connection is known, silent
 *     tcp_send(...)*                      the send data of the state: its first byte has sequence number snd_una
 *     tcp_load_received(...)*             in-order data that ends just before rcv_nxt and that nobody has consumed
 *     tcp_start(state)                    from now on it lives. -EINVAL: less send data than snd_max - snd_una
 *     tcp_input / tcp_send / tcp_post / tcp_consumed / tcp_disconnect / tcp_abort / tcp_update / tcp_query / tcp_invalidate, any number,
 * any order tcp_list_sends(), tcp_list_received()    what the connection still has; only before tcp_unload(state)                   sends
 * the ACK it owes, completes everything with TCP_DONE_UPLOAD, releases what it holds, forgets it The state that tcp_unload() gives can be
 * given to tcp_load() of another engine, or become NDIS offload state.
 *
 * Segments arrive as the TCP header, with options, and the range of the payload; checksums were checked by the caller. One "segment" may be
 * many that the card coalesced. tcp_input() answers what becomes of the payload: TCP_IN_DONE: the engine has no more use for it;
 * TCP_IN_HELD: it is kept until ops->release(handle); TCP_IN_PASS: not the engine's: to the host by the ordinary path (connection closed,
 * urgent data, not started). After it asked for an upload that is mandatory for the receive side (urgent data) every segment is passed.
 *
 * Segments leave as a header template (checksum 0) with up to TCP_OUT_RANGES ranges of payload; if payload is longer than `mss` the
 * card's segmentation engine cuts it: sequence numbers advance, FIN and PSH only on the last. ops->emit() answering false means the
 * transmit ring is full: the connection waits and tcp_pump() tries again; nothing is lost.
 *
 * Received data: goes to posted requests in their order with ops->place(), else is offered with ops->indicate(), which answers how many
 * bytes it took; the rest is held, and offered again when requests are posted (placed) or at tcp_offer(). Both copy: the payload's owner
 * does not change. Placed bytes count as consumed. Indicated bytes count against the receive window until tcp_consumed() says so.
 *
 * Send data: a request is completed when every byte of it is acknowledged, in order. A graceful disconnect sends FIN behind all requests
 * and is completed when FIN is acknowledged. An abortive one sends RST and completes all else with TCP_DONE_ABORTED before itself.
 *
 * NDIS OFFLOAD STATE, for who converts (the contract's 5.5). TicksPerSecond hz: milliseconds = ticks * 1000 / hz, both ways; microseconds
 * of SRtt = ticks * 1000000 / hz / 8, of RttVar / 4; 0xFFFFFFFF of a timer stays TCP_OFF; TsTime, TsRecent as they are, cfg.ts_hz = hz.
 * State, flags, event and reason values are the contract's. A FIN that was sent is the last sequence number below SndMax in FIN_WAIT_1,
 * CLOSING and LAST_ACK, one that was received the last below RcvNxt in CLOSE_WAIT, CLOSING and LAST_ACK. A disconnect that came back with
 * TCP_DONE_UPLOAD is asked for again after the next load, also if its FIN is out: it then completes when, or since, that is acknowledged.
 * BufferedData is tcp_list_received() / tcp_load_received(); indicated bytes that were not consumed stay the host's. Delayed ACK, push and
 * silly window timers don't move. snd_nxt below snd_max after tcp_unload(): that and what follows should be sent again.
 *
 * LIMITS, in numbers
 *     connections                at most 2^20; fixed state tcp_fixed_bytes() each (<= 512), 128 touched on the fast path (test_fast.c)
 *     flight records             TCP_FLIGHT_MAX per connection, each 16 bytes
 *     held payload ranges        TCP_HELD_MAX out-of-order ranges per connection, 32 bytes each
 *     time                       deadlines in milliseconds (32 bits: weeks), round trips in microseconds
 *     segment                    payload at most cfg.burst bytes out; 65535 in
 *     MSS                        a remote MSS below TCP_MSS_MIN is refused: -EINVAL
 *     receive window             at least two units of the window scale, at most 2^30
 *
 * Standards: README.md lists what is and is not there. Pages of the contract: connection-offload.md 5.5, 7.2-7.7, 11-14.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define TCP_OUT_RANGES 17
#define TCP_FLIGHT_MAX 1024u
#define TCP_HELD_MAX   1024u
#define TCP_MSS_MIN    64u
#define TCP_OFF        UINT32_MAX /* a timer that is not running */

struct tcp_engine;

/* Of payload, in the caller's terms. */
struct tcp_range {
	uint64_t handle;
	uint32_t offset, length;
};

/* The values are the contract's TCP_OFFLOAD_CONNECTION_STATE. */
enum tcp_conn_state {
	TCP_CLOSED = 0,
	TCP_ESTABLISHED = 4,
	TCP_FIN_WAIT_1,
	TCP_FIN_WAIT_2,
	TCP_CLOSE_WAIT,
	TCP_CLOSING,
	TCP_LAST_ACK,
	TCP_TIME_WAIT,
};

/* tcp_const.flags */
#define TCP_C_TIMESTAMPS 0x01u
#define TCP_C_SACK       0x02u
#define TCP_C_SCALING    0x04u
/* tcp_cached.flags; the last three are orders of one update, not state. */
#define TCP_U_KEEPALIVE         0x01u
#define TCP_U_NAGLE             0x02u
#define TCP_U_KEEPALIVE_RESTART 0x04u
#define TCP_U_MAX_RT_RESTART    0x08u
#define TCP_U_RCV_WND           0x10u

/* Set once. Addresses in network order (IPv4: the first four bytes), ports in host order. */
struct tcp_const {
	uint8_t local[16], remote[16];
	uint16_t local_port, remote_port;
	bool ipv6;
	uint8_t flags, snd_scale, rcv_scale;
	uint16_t remote_mss; /* as the peer announced it: without options */
	uint32_t hash;       /* RSS: stored for the card */
};
/* The host's; changed by tcp_update() only. Times in milliseconds. */
struct tcp_cached {
	uint16_t flags;
	uint8_t ka_probes, ttl, tos, priority;
	uint32_t rcv_wnd;         /* receive buffer: the window when everything is consumed */
	uint32_t indication_size; /* a hint, stored for the card */
	uint32_t ka_timeout, ka_interval;
	uint32_t max_rt; /* 0: cfg.max_retransmits decides; TCP_OFF: no limit */
	uint32_t flow_label;
	uint32_t path_mtu;
};
/* The engine's. Timers in milliseconds that remain, or TCP_OFF. */
struct tcp_delegated {
	uint8_t state; /* enum tcp_conn_state */
	uint8_t dup_acks, snd_probe_round, ka_probes_sent, retransmits;
	uint32_t rcv_nxt, rcv_wnd; /* rcv_wnd: what the peer may send now */
	uint32_t snd_una, snd_nxt, snd_max, snd_wnd, max_snd_wnd, snd_wl1;
	uint32_t cwnd, ssthresh;
	uint32_t srtt_us, rttvar_us;            /* 0: no sample yet */
	uint32_t ts_recent, ts_recent_age;      /* age: ms */
	uint32_t ts_time;                       /* our timestamp clock now, in timestamp ticks */
	uint32_t total_rt;                      /* ms spent retransmitting the current segment */
	uint32_t keepalive, retransmit;         /* retransmit is also the persist, FIN_WAIT_2 and TIME_WAIT timer */
	uint32_t send_backlog, receive_backlog; /* query only: bytes worth having outstanding; bytes held */
};
struct tcp_state {
	struct tcp_const c;
	struct tcp_cached u;
	struct tcp_delegated d;
};

enum tcp_done {
	TCP_DONE_OK,
	TCP_DONE_UPLOAD,
	TCP_DONE_ABORTED,
	TCP_DONE_INVALID, /* a receive request behind the peer's FIN */
};
/* Values as in TCP_OFFLOAD_EVENT_TYPE. */
enum tcp_event {
	TCP_EV_SEND_BACKLOG = 1, /* info: bytes */
	TCP_EV_DISCONNECT,       /* the peer's FIN, and everything before it is consumed */
	TCP_EV_UPLOAD,           /* info: enum tcp_reason */
	TCP_EV_ABORT,            /* RST from the peer */
};
/* Values as in TCP_UPLOAD_REASON. */
enum tcp_reason {
	TCP_WHY_URGENT = 5,
	TCP_WHY_TIMEOUT = 8,
	TCP_WHY_INVALID = 9,
	TCP_WHY_REQUESTED = 10,
};

struct tcp_out {
	uint8_t header[60]; /* network order, ports and all; checksum 0 */
	uint8_t header_length;
	uint8_t range_count;
	uint8_t ttl, tos;
	uint16_t mss;    /* payload bytes of each wire segment; length <= mss: it is one */
	bool retransmit; /* holds a byte that was sent before */
	uint32_t length; /* payload */
	struct tcp_range ranges[TCP_OUT_RANGES];
};

/* None of these may call the engine. */
struct tcp_ops {
	bool (*emit)(void *ctx, uint32_t conn, const struct tcp_out *out); /* false: no room now */
	/* Copies payload into the posted request `cookie` at `at`. */
	void (*place)(void *ctx, uint32_t conn, uint64_t cookie, uint32_t at, const struct tcp_range *from);
	/* Offers in-order payload; answers how many of the first bytes were taken (copied). `push`: its last segment had PSH. */
	uint32_t (*indicate)(void *ctx, uint32_t conn, const struct tcp_range *from, bool push);
	void (*release)(void *ctx, uint32_t conn, uint64_t handle); /* of payload that was TCP_IN_HELD or came by tcp_load_received() */
	void (*sent)(void *ctx, uint32_t conn, uint64_t cookie, uint32_t bytes, enum tcp_done how);     /* bytes: acknowledged */
	void (*received)(void *ctx, uint32_t conn, uint64_t cookie, uint32_t bytes, enum tcp_done how); /* bytes: placed */
	void (*disconnected)(void *ctx, uint32_t conn, uint64_t cookie, enum tcp_done how);
	void (*event)(void *ctx, uint32_t conn, enum tcp_event what, uint32_t info);
};

enum tcp_cc { TCP_CC_CUBIC, TCP_CC_RENO };
/* 0 anywhere but in `connections`: the default in brackets. Times in milliseconds. */
struct tcp_config {
	uint32_t connections;
	uint32_t flight, sends, held, posts; /* shared pools [4, 2, 2, 1 per connection, each at least 1024] */
	uint32_t burst;                      /* largest payload of one descriptor [61440]; below two MSS: no super-segments */
	uint32_t ts_hz;                      /* timestamp clock [1000] */
	uint32_t ack_frequency, ack_delay;   /* [2 segments, 40 ms] */
	uint32_t max_retransmits;            /* [8] also persist probes of one round */
	uint32_t dup_threshold;              /* [3] */
	uint32_t push_delay;                 /* [500] */
	uint32_t sws_delay;                  /* [200] sender's silly window override */
	uint32_t rto_min, rto_max;           /* [200, 60000] */
	uint32_t fin_wait_2;                 /* [120000] */
	uint32_t time_wait;                  /* [60000] */
	enum tcp_cc cc;
};
/* Changes what OID_TCP_CONNECTION_OFFLOAD_PARAMETERS can change: the members from ts_hz (which is not) to sws_delay. */
void tcp_parameters(struct tcp_engine *e, const struct tcp_config *cfg);

/* TCP_OFFLOAD_STATS, per family. */
struct tcp_statistics {
	uint64_t in_segments, out_segments, retransmitted, in_errors, out_resets, established_resets, established;
	uint64_t challenge_acks, paws_drops, out_of_order, held_drops, flight_exhausted, fast_recoveries, timeouts, tail_probes,
	        persist_probes, undone;
};

/* NULL: no memory, or a configuration beyond the limits above. The only allocation there is. */
struct tcp_engine *tcp_create(const struct tcp_config *cfg, const struct tcp_ops *ops, void *ctx);
void tcp_destroy(struct tcp_engine *e);
/* Bytes of fixed state per connection, and bytes that `conn` uses in the pools now. */
size_t tcp_fixed_bytes(void);
size_t tcp_pool_bytes(const struct tcp_engine *e, uint32_t conn);
void tcp_statistics(const struct tcp_engine *e, bool ipv6, struct tcp_statistics *out);

/* The connection that a segment is for, or -ENOENT. Arguments as the segment's header has them: its source is our remote. */
int tcp_find(const struct tcp_engine *e, bool ipv6, const uint8_t *remote, const uint8_t *local, uint16_t remote_port, uint16_t local_port);

/* -EINVAL: state that can't be (see tcp_load in state.c); -EBUSY: the number is in use; -EEXIST: the addresses and ports are. */
int tcp_load(struct tcp_engine *e, uint32_t conn, const struct tcp_state *s, uint64_t now);
int tcp_load_received(struct tcp_engine *e, uint32_t conn, const struct tcp_range *r, bool push); /* -ENOBUFS */
int tcp_start(struct tcp_engine *e, uint32_t conn, const struct tcp_state *s, uint64_t now);      /* the same state once more */
/* What is queued to be sent, from snd_una on / held in order, up to rcv_nxt: at most `max` ranges; the number there are. `cookies` may be
 * NULL. */
unsigned tcp_list_sends(const struct tcp_engine *e, uint32_t conn, struct tcp_range *r, uint64_t *cookies, unsigned max);
unsigned tcp_list_received(const struct tcp_engine *e, uint32_t conn, struct tcp_range *r, unsigned max);
int tcp_unload(struct tcp_engine *e, uint32_t conn, struct tcp_state *out, uint64_t now);
int tcp_query(const struct tcp_engine *e, uint32_t conn, struct tcp_state *out, uint64_t now);
/* What it was loaded with; stays until tcp_unload(). */
const struct tcp_const *tcp_constants(const struct tcp_engine *e, uint32_t conn);
int tcp_update(struct tcp_engine *e, uint32_t conn, const struct tcp_cached *u, uint64_t now);
/* Sends nothing any more, not even an ACK; asks for upload (TCP_WHY_INVALID) when it would have. Also for an unreachable neighbor. */
int tcp_invalidate(struct tcp_engine *e, uint32_t conn);

enum tcp_in { TCP_IN_DONE, TCP_IN_HELD, TCP_IN_PASS };
/* `header`: of `header_length` bytes as they came, at least the 20 of a TCP header or the segment is dropped. */
enum tcp_in tcp_input(struct tcp_engine *e, uint32_t conn, const uint8_t *header, uint32_t header_length, const struct tcp_range *payload,
                      uint64_t now);

/* One request of `count` ranges. -ENOBUFS: pool; -EPIPE: after a disconnect, or the connection is closed. A failed command changed nothing.
 */
int tcp_send(struct tcp_engine *e, uint32_t conn, const struct tcp_range *r, unsigned count, uint64_t cookie, uint64_t now);
/* A receive request for `length` bytes of which `filled` are there already. `no_push`: complete it only when it is full. */
int tcp_post(struct tcp_engine *e, uint32_t conn, uint64_t cookie, uint32_t length, uint32_t filled, bool no_push, uint64_t now);
int tcp_consumed(struct tcp_engine *e, uint32_t conn, uint32_t bytes, uint64_t now); /* of indicated data; -EINVAL: more than there was */
int tcp_offer(struct tcp_engine *e, uint32_t conn, uint64_t now);                    /* indicate held data again */
int tcp_disconnect(struct tcp_engine *e, uint32_t conn, uint64_t cookie, uint64_t now); /* -EALREADY: one is under way */
int tcp_abort(struct tcp_engine *e, uint32_t conn, uint64_t cookie, uint64_t now);

void tcp_timers(struct tcp_engine *e, uint64_t now);
/* Lets connections send, at most `budget` descriptors; true: some have more, or the ring was full. */
bool tcp_pump(struct tcp_engine *e, uint64_t now, unsigned budget);
/* When tcp_timers() must be called next, in microseconds; UINT64_MAX: no timer runs. Never late, may be early. */
uint64_t tcp_deadline(const struct tcp_engine *e);
/* For tests: true if every invariant of `conn` holds, else *why says which does not. */
bool tcp_check(const struct tcp_engine *e, uint32_t conn, const char **why);
