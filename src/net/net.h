/*
 * net: Linux is the host stack. One struct net is one netdev (a TAP with IFF_VNET_HDR), made once and kept while drivers come and go:
 *
 *   net_open()     makes or takes the TAP; carrier off
 *   net_attach()   a machine is there: its port is served by the netdev's thread until net_detach()
 *   net_config()   what the adapter can do now: MAC, MTU, carrier, speed, TUNSETOFFLOAD, gso_max_size; at start and at every change
 *   net_close()    the netdev goes
 *
 * Frames that Linux sends while no driver runs wait in the TAP's queue (the kernel drops beyond txqueuelen); established connections
 * survive. Where it can't do a thing (gso_max_size without CAP_NET_ADMIN in this namespace, USO before Linux 6.2) it says so in net_show()
 * and does without: the machine's host stack segments in software what the driver does not take.
 */
#pragma once
#include "base/base.h"
#include "port/port.h"
#include <jansson.h>

struct net;
struct net_options {
	const char *name;                /* of the netdev, at most 15 bytes: "toe0" */
	int tap_fd;                      /* an open TAP to take over (--tap-fd), -1: open /dev/net/tun in the caller's network namespace */
	unsigned queues;                 /* 1 .. PORT_QUEUES */
	const char *address4, *address6; /* "10.77.0.1/24", "fd77::1/64"; NULL: none set */
	unsigned vlan; /* 1 .. 4094: what Linux sends gets this tag out of band, what comes with it arrives untagged, the rest is dropped;
	                  0: tags that come out of band are put into the frame */
	/* The machine broke the port: a finding. On net's thread. */
	void (*finding)(void *ctx, const char *klass, const char *text);
	void *ctx;
};
/* -EACCES/-EPERM: the sentence holds the one command that mends it (exit 3). */
int net_open(const struct net_options *o, struct net **out, struct err *e);
void net_close(struct net *n);
int net_attach(struct net *n, const struct port_lab *p, struct err *e);
void net_detach(struct net *n); /* joins the thread; the netdev stays, carrier as it was */
void net_config(struct net *n, const struct port_net *c);
/* {name, ifindex, mac, mtu, carrier, offloads, sent, received, bytes..., dropped, notes[]}. New reference. */
json_t *net_show(struct net *n);

/* What the user did to the netdev with his own tools: what the driver is to be told (MM_NET_SET). */
#define NET_MULTICAST 64
struct net_user {
	bool mac_set, mtu_set, filter_set; /* differs from what net_config() said last; the filter: from what was told last */
	uint8_t mac[6];
	uint32_t mtu;
	bool promisc, allmulti; /* allmulti also when there are more addresses than fit */
	unsigned multicast_count;
	uint8_t multicast[NET_MULTICAST][6];
};
int net_fd(const struct net *n); /* readable: something may have changed; -1: this kernel can't tell */
/* True: something is to be told. `all`: the filter even when it did not change (a driver has just come up). Empties net_fd(). */
bool net_take(struct net *n, bool all, struct net_user *out);
void net_put_back(struct net *n, const char *why); /* the driver refused: MAC and MTU as net_config() said last; a note in net_show() */
int net_ifindex(const struct net *n);
const char *net_name(const struct net *n);

/* link.c: any interface of the caller's network namespace. */
int net_link_up(const char *name, struct err *e);
int net_link_address(const char *name, const char *address, struct err *e); /* "10.77.0.1/24", "fd77::1/64"; no duplicate detection */

/* tap.c, for the wire too: a TAP in the caller's network namespace, IFF_NO_PI | IFF_VNET_HDR, non-blocking, header of 10 bytes. `name` ""
 * lets the kernel choose; the chosen one comes back in name[16]. fds[queues]. */
int net_tap_check(struct err *e); /* can /dev/net/tun be opened? */
int net_tap_open(char name[16], unsigned queues, int *fds, struct err *e);
int net_tap_offload(int fd, const struct port_net *c, unsigned *set,
                    struct err *e); /* TUNSETOFFLOAD with fall-back; *set: TUN_F_* in force */
