/*
 * hold: frames of single TCP connections kept from Linux while the connection is somewhere else.
 *
 *   net_hold()         from its return on no inbound frame of the flow reaches the kernel: each is kept, in order
 *   net_drain()        everything that Linux has put into the TAP so far is on its way
 *   net_hold_sent()    then tells the highest sequence number that went out
 *   net_hold_frame()   takes the oldest kept frame out, to be forwarded to an offload target or looked at
 *   net_unhold()       gives what is kept to the kernel in order (or drops it), and lets go
 *
 * Any thread; not the netdev's own. A flow is held once at a time. Kept frames are bounded (HOLD_FRAMES, HOLD_BYTES a flow); what comes
 * beyond is dropped and counted: TCP sends it again.
 */
#pragma once
#include "net/net.h"

#define HOLD_FRAMES 4096u
#define HOLD_BYTES  (8u << 20)
struct net_flow {       /* as the netdev's side sees it; ports in network order */
	uint8_t family; /* 4, 6 */
	uint8_t local[16], remote[16];
	uint16_t local_port, remote_port;
};
struct net_hold;
struct net_frame {
	struct net_frame *next;
	struct frame_info info;
	uint32_t bytes;
	uint8_t data[];
};
/* `notify_fd`: an eventfd written when the first frame is kept, -1 none. NULL: no memory. */
struct net_hold *net_hold(struct net *n, const struct net_flow *f, int notify_fd);
void net_drain(struct net *n);
bool net_hold_sent(struct net *n, struct net_hold *h, uint32_t *end); /* false: nothing of the flow went out since net_hold() */
uint32_t net_hold_ts(struct net *n, struct net_hold *h, bool *seen);  /* newest timestamp value that the peer sent (kept frames count) */
struct net_frame *net_hold_frame(struct net *n, struct net_hold *h);  /* free() it; NULL: none */
unsigned net_hold_count(struct net *n, struct net_hold *h);
void net_unhold(struct net *n, struct net_hold *h, bool deliver);
/* A frame to the kernel now, ahead of what is kept. 0 or negative errno. */
int net_inject(struct net *n, const struct frame_info *info, const void *frame, uint32_t bytes);
