/*
 * toe, connections: the connection queue, and the TCP engine (tcp/tcp.h) between it and the cable. Manual, section 14.
 *
 *   conn.c      the queue: commands in, events out; neighbors; loading and unloading
 *   conn_rx.c   segments from the cable to the engine; its payload in blocks of the card's memory; into posted requests and indication
 * buffers conn_tx.c   the engine's segments onto the cable, through the LSO engine
 *
 * The engine names payload by handles. Send data: the handle is a physical address, mapped anew for each segment. Received data: the
 * address of a struct conn_block. All of it is made when the queue is made and goes with it.
 */
#pragma once
#include "hw/toe/engine.h"
#include "hw/toe/tcp/tcp.h"

#define CONN_NEIGHBORS 1024u
#define CONN_PIECES    64u         /* of one request */
#define CONN_EVENTS    65536u      /* that may wait for room in the ring */
#define CONN_HELD      (64u << 20) /* bytes of received payload in the card's memory */

struct conn_block {                    /* a received payload */
	struct conn_block *next, *all; /* all: every one that was made */
	uint32_t room, length;
	uint8_t data[];
};
struct conn_post { /* a receive request */
	struct conn_post *next, *all;
	uint64_t cookie;
	uint32_t length;
	unsigned pieces;
	struct {
		uint64_t address;
		uint32_t length;
	} piece[CONN_PIECES];
};
struct conn_buffer { /* for indications */
	uint64_t address, cookie;
	uint32_t length;
};
struct toe_conns {
	struct nic *n;
	struct tcp_engine *engine;
	/* the queue */
	uint32_t entries, vector, next, told, completed, told_done;
	uint64_t control_at;
	struct toe_queue_control *control;
	const struct toe_conn_command *ring;
	struct toe_conn_event *done;
	struct toe_conn_event *later; /* ring of CONN_EVENTS */
	uint32_t later_first, later_count;
	/* what consists of several commands */
	struct tcp_range piece[CONN_PIECES];
	unsigned pieces;
	struct conn_post *post;
	struct conn_block *gather;
	/* memory */
	struct conn_block *small, *large, *all_blocks;
	struct conn_post *posts, *all_posts;
	uint64_t held;
	struct conn_buffer *buffer; /* ring of `buffers_max` */
	uint32_t buffer_first, buffer_count, buffers_max;
	bool again;          /* the command at `next` waits for the cable */
	bool starved, offer; /* data waits for buffers; and one came */
	/* tables */
	struct toe_neighbor neighbor[CONN_NEIGHBORS];
	uint64_t confirmed[CONN_NEIGHBORS]; /* ms */
	uint16_t *neighbor_of;              /* by connection */
	uint8_t *here;                      /* by connection */
	uint32_t *indicated;                /* bytes, by connection */
	uint32_t connections;
	uint16_t ip_id;
	struct toe_tx_queue out; /* where a packet stands when the wire is full in between */
	uint64_t segments_in, segments_out, passed;
};
#define SMALL_BLOCK 2048u
#define LARGE_BLOCK 66000u

uint64_t toe_conn_now(void);
void toe_conn_tell(struct toe_conns *c, const struct toe_conn_event *e);
/* conn_rx.c */
extern void toe_conn_place(void *ctx, uint32_t conn, uint64_t cookie, uint32_t at, const struct tcp_range *from);
extern uint32_t toe_conn_indicate(void *ctx, uint32_t conn, const struct tcp_range *from, bool push);
extern void toe_conn_release(void *ctx, uint32_t conn, uint64_t handle);
struct conn_block *toe_conn_block(struct toe_conns *c, uint32_t bytes);
void toe_conn_unblock(struct toe_conns *c, struct conn_block *b);
/* conn_tx.c */
extern bool toe_conn_emit(void *ctx, uint32_t conn, const struct tcp_out *out);
