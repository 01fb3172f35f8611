/* What net's files share. */
#pragma once
#include "net/net.h"
#include <pthread.h>
#include <stdatomic.h>
#include <sys/uio.h>

#define NET_NOTES 6
#define NET_HOLDS 16384u /* buckets of held flows; a power of two */

struct link_state {
	int ifindex;
	uint8_t mac[6];
	uint32_t mtu, flags; /* IFF_* */
	bool promisc, allmulti, carrier;
	uint64_t rx_packets, rx_bytes, rx_dropped, rx_errors, tx_packets, tx_bytes, tx_dropped, tx_errors;
};
struct net_counters { /* written by the thread, read by anybody */
	_Atomic uint64_t tx, tx_bytes, rx, rx_bytes, rx_dropped, vlan_dropped, gso_tx, gso_rx;
	_Atomic uint64_t wakes, turns, full; /* wake-ups from sleep; turns that did something; times that no slot was free */
};
struct net {
	struct net_options o;
	char name[16];
	int ifindex, tap[PORT_QUEUES], watch_fd;
	unsigned queues;         /* descriptors */
	_Atomic unsigned active; /* of them attached, the first ones */
	bool foreign;            /* --tap-fd: not in our network namespace */
	uint32_t wanted_bytes;
	struct port_net now; /* last configuration */
	bool configured;
	unsigned offload;          /* TUN_F_* in force */
	uint32_t gso4, gso6;       /* gso_max_size in force; 0 unknown */
	struct net_user told;      /* filter */
	char note[NET_NOTES][160]; /* what can't be had here, or what was put back */
	/* hold.c */
	pthread_mutex_t frames; /* held by the thread over each turn */
	struct net_hold *holds[NET_HOLDS];
	_Atomic unsigned hold_count, frames_wanted;
	/* the thread */
	struct port_lab *port;
	pthread_t thread;
	int stop_fd;
	_Atomic bool stop;
	struct net_counters count;
};
void net_note(struct net *n, unsigned slot, const char *fmt, ...) __attribute__((format(printf, 3, 4))); /* one slot per subject */

/* tap.c */
int tap_take(int fd, char name[16], struct err *e); /* checks and prepares a descriptor that was opened elsewhere */
int tap_queue(int fd, bool on);
int tap_carrier(int fd, bool on);
int tap_speed(const char *name, uint64_t bits); /* bits per second */
/* link.c; all in the caller's network namespace */
int link_get(int ifindex, struct link_state *out);
int link_set_mtu(int ifindex, uint32_t mtu);
int link_set_mac(int ifindex, const uint8_t mac[6]);
int link_set_gso(int ifindex, uint32_t v4, uint32_t v6); /* -EOPNOTSUPP: v4 can't be set apart (before Linux 6.3) */
int link_multicast(int ifindex, uint8_t out[][6], unsigned max, unsigned *count);
int link_watch(void); /* netlink socket that says when links or memberships change */
void link_watch_empty(int fd);
/* pump.c */
bool pump_transmit_all(struct net *n); /* under n->frames: false: slots ran out before the TAP was empty */
/* hold.c, for the pump, under n->frames, when hold_count is not 0. hold_in: true: the frame is kept. */
bool hold_in(struct net *n, const struct frame_info *info, const struct iovec *iov, int count, uint32_t bytes);
void hold_out(struct net *n, const uint8_t *frame, uint32_t bytes);
/* vouch.c: rewrites DATA_VALID as a TAP understands it, the headers in `head`. Returns the new number of iovecs (one more at most). */
#define NET_IOV         (PORT_PIECES + 4) /* a frame's pieces, virtio-net header, tag, copied headers */
#define NET_VOUCH_BYTES 256u
int vouch(struct frame_info *info, struct iovec *iov, int n, uint32_t bytes, uint8_t head[NET_VOUCH_BYTES]);
int pump_start(struct net *n, struct err *e);
void pump_stop(struct net *n);
