/* What the files of conns share. Everything here is under conns.lock, on conns' thread unless it says otherwise. */
#pragma once
#include "net/conns.h"
#include "net/hold.h"
#include "net/outer.h"
#include "net/tcp_move.h"
#include <pthread.h>
#include <stdatomic.h>

#define QUEUE_LIMIT (256u << 10) /* bytes read ahead in each direction */
#define SEND_LIMIT  (512u << 10) /* bytes given to the target and not acknowledged */
#define LEDGER_MAX  64u
#define RETRY_NS    20000000ull   /* a connection that can't be moved now is asked again then */
#define REFUSED_NS  2000000000ull /* ... that the target refused */

enum behind { BEHIND_FORWARD, BEHIND_ECHO, BEHIND_DISCARD, BEHIND_SOURCE };
enum where { IN_HOST, OFFLOADING, OFFLOADED, UPLOADING };
struct queue {
	uint8_t *data;
	size_t head, length, room;
};
struct sent { /* given to CMD_SEND, not completed */
	uint32_t buffer, bytes, acknowledged;
	bool done;
};
struct hop {
	uint8_t via[16], mac[6]; /* the next hop's addresses; `via`: the peer's own when it is on the link */
};
struct conn {
	struct conns *c;
	uint32_t slot, generation, birth; /* birth: what epoll knows it by */
	bool with_target;                 /* CMD_OFFLOAD was given, and neither refused nor uploaded since */
	enum where where;
	enum behind behind;
	int wire, app; /* sockets; app -1: none behind */
	uint32_t wire_events, app_events;
	struct net_flow flow;
	struct hop hop; /* where the target sends to */
	char local[64], foreign[64], why[96];
	struct queue in, out;
	bool connecting;                /* the application's end */
	bool app_eof, wire_eof;         /* nothing more comes from there */
	bool wire_shut, app_shut;       /* nothing more is sent there; the wire's FIN is out */
	bool closing;                   /* disconnect under way at the target */
	bool hop_changed;               /* while it went down: it comes up again at once */
	bool upload_asked, reset, dead; /* dead: in conns.graves, freed at the end of the turn */
	uint64_t born_ns, try_ns, moved_ns, bytes_in, bytes_out, source_at;
	unsigned moves;
	struct net_hold *hold;
	struct tcp_moved moved;
	struct sent ledger[LEDGER_MAX];
	unsigned ledger_first, ledger_count;
	uint32_t outstanding; /* bytes in the ledger */
	uint32_t forwards;    /* CMD_FORWARDs that have not come back */
	uint32_t *returns;    /* cookies of received data that the application has not taken yet: the target stops when they pile up */
	unsigned returns_count, returns_room;
	struct conn *next_dead;
};
struct listener {
	int fd;
	enum behind behind;
	uint16_t port;
	char target[80];
};
#define LISTENERS 16
struct conns {
	struct net *net;
	struct outer *outer;
	pthread_t thread;
	pthread_mutex_t lock;
	_Atomic unsigned wanted; /* others that wait for the lock */
	int epoll, wake, held, neigh;
	_Atomic bool stop;
	struct listener listener[LISTENERS];
	unsigned listeners;
	struct conn *conn[CONNS_MAX]; /* by slot */
	struct conn *graves;
	unsigned count, offloaded; /* Offloading, Offloaded, Uploading */
	uint32_t generation, births;
	struct conns_policy policy;
	struct conns_offload offload;
	bool attached, commanded, broken;
	struct conn_lab lab;
	uint64_t now;
	/* counters */
	uint64_t accepted, closed, resets, offloads, refused, uploads, put_back_failed, busy, forwarded, offload_ns, upload_ns,
	        last_batch_ns;
	unsigned last_batch;
	char last_reset[256];
};

/* queue: first in, first out bytes */
size_t queue_room(struct queue *q, size_t least, uint8_t **at); /* space at the end; 0: no memory */
bool queue_put(struct queue *q, const void *data, size_t bytes);
void queue_front(struct queue *q, const void *data, size_t bytes); /* in front of all */
void queue_take(struct queue *q, size_t bytes);
void queue_free(struct queue *q);

/* conn_splice.c */
void splice_in_host(struct conn *k);
void splice_offloaded(struct conn *k);
bool splice_deliver(struct conn *k, const void *data, size_t bytes); /* received data towards the application; false: no memory */
void splice_interest(struct conn *k);                                /* epoll follows what the connection waits for */
/* conn_move.c */
bool move_wanted(struct conn *k);
void move_down(struct conn *k);
void move_up(struct conn *k, uint32_t reason); /* asks for it */
void move_event(struct conns *c, const struct conn_cell *e);
void move_lost(struct conn *k, const char *why); /* the machine is gone */
void move_forward_held(struct conn *k);
/* conns.c */
/* `why` NULL: in good order. A connection that the target has is aborted there first, and goes when it has come up. `k` may be freed: look
 * at nothing after. */
void conn_close(struct conn *k, const char *why, bool reset);
bool conns_command(struct conns *c, struct conn_cell *cell);
/* neigh.c: the Ethernet address frames to `address` go to; -EAGAIN: not resolved now. */
/* neigh.c. 0; -EAGAIN: the Ethernet address of the next hop is not known now; other negative errno. */
int neigh_lookup(int ifindex, uint8_t family, const uint8_t *address, struct hop *hop);
int neigh_watch(struct err *e);      /* a descriptor that is readable when neighbors or routes of this namespace changed */
void neigh_changes(struct conns *c); /* reads it; connections whose next hop is another now come up */
