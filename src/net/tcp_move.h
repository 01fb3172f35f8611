/*
 * tcp_move: takes an established kernel TCP connection out of the kernel and puts it back (TCP_REPAIR), losing nothing.
 *
 * The caller owns the netdev, so it can hold frames. In order:
 *
 *   tcp_movable()   is it in a state that can be moved? -EAGAIN: in loss recovery or with urgent data: ask again soon
 *   (hold the connection's inbound frames; let outbound ones pass)
 *   tcp_take()      socket -> struct tcp_moved. The socket is empty now, in repair mode, silent; it keeps its options and descriptor
 *   (drain the TAP to the wire; tell tcp_took_sent() of each outbound frame's end of sequence seen since)
 *   ... the connection lives elsewhere ...
 *   (hold inbound frames)
 *   tcp_put()       struct tcp_moved -> the same socket, or a new one. 0: the connection lives in the kernel again
 *   (give the held frames to the kernel in order)
 *   tcp_put_rest()  writes the data that was never sent, as the socket takes it
 *
 * A frame that reached the kernel while the socket is away would be answered with a reset; one that is dropped costs a retransmission.
 * Sent data must not be put back as unsent, nor the other way round: snd_nxt must be exact, hence tcp_took_sent().
 *
 * What the kernel does not tell and does not take (tcp(7), linux/tcp.h): cwnd, RTT, ssthresh, ts_recent, the SACK scoreboard, the
 * out-of-order queue. cwnd and RTT go down from TCP_INFO; up they are lost except through the destination's metrics. Needs CAP_NET_ADMIN in
 * the socket's network namespace.
 */
#pragma once
#include "base/base.h"
#include "port/conn.h"

struct tcp_bytes {
	uint8_t *data;
	size_t length;
};
struct tcp_moved {
	struct conn_state state;  /* send/receive pieces unused: the bytes are below */
	struct tcp_bytes send;    /* from snd_una on: sent and unacknowledged, then never sent */
	struct tcp_bytes receive; /* acknowledged, not read; ends just before rcv_nxt (before the FIN when that came) */
	uint32_t write_seq;       /* snd_una + send.length (+ 1 for a FIN that was sent) */
	uint32_t rcv_wup;
	uint16_t mss;
	bool fin_received, fin_sent;
	uint64_t taken_ns; /* CLOCK_MONOTONIC: timestamps go on from here */
	/* as getsockopt said: SO_SNDBUF and SO_RCVBUF; TCP_WINDOW_CLAMP; SO_BUF_LOCK (which of the two the kernel may not tune) */
	int sndbuf, rcvbuf, clamp, lock;
	char congestion[16];
};
void tcp_moved_free(struct tcp_moved *m);

/* 0, -EAGAIN try later, -EOPNOTSUPP with a sentence: a state that can't be moved (SYN_SENT, FIN_WAIT1, LAST_ACK, CLOSING, TIME_WAIT,
 * closed). */
int tcp_movable(int fd, struct err *e);
int tcp_take(int fd, struct tcp_moved *m, struct err *e);
void tcp_took_sent(struct tcp_moved *m, uint32_t end_seq); /* ends outside (snd_nxt, write_seq] are ignored */
/* `fd` is the socket it was taken from, or a fresh one of the right family. */
int tcp_put(int fd, struct tcp_moved *m, struct err *e);
/* Writes what was never sent; bytes left, 0 done, negative errno. */
ssize_t tcp_put_rest(int fd, struct tcp_moved *m);
/* A frame with the FIN that the peer had sent before the connection was taken, to give to the kernel after tcp_put when m->fin_received.
 * Returns its length. `mac` as on the netdev: destination, source. */
size_t tcp_fin_frame(const struct tcp_moved *m, const uint8_t to[6], const uint8_t from[6], uint8_t *frame, size_t max);
