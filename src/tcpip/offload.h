/*
 * offload: the connections of one binding that go down the driver's chimney, between the port (port/conn.h) and NDIS.
 *
 *   offload_open()    bind: pools and the thread that serves the connections' part of the port; nothing when the adapter has none
 *   offload_drain()   uploads everything and waits until it is up (pause, unbind, low power), at most OFFLOAD_DRAIN_MS
 *   offload_restart() connections may go down again
 *   offload_close()   unbind, after the drain; offload_free() when the binding is closed
 *
 * THEORY. The lab asks (CMD_OFFLOAD ... CMD_UPLOAD), the thread here builds trees and calls NDIS, completions come on whatever thread the
 * driver completes on and become events for the lab. Three kinds of objects, as the contract has them:
 *
 *   struct hop     a neighbor: next hop, by address, source and VLAN
 *   struct route   a path: source and destination address; hangs from a hop
 *   struct oconn   a connection; hangs from a route
 *
 * Hops and routes are offloaded with the first connection that needs them (new blocks), referred to after that (linkers), and terminated
 * when the last connection has come up. One initiate and one terminate at a time are under way on a binding, each with all that has
 * gathered meanwhile, so no object is ever named by two trees, and many connections cost one call.
 *
 * An upload that the driver or NDIS asked for goes through conn_upload_all() (connection.c), which calls terminate() for each: it gathers
 * here like the lab's.
 *
 * Locks: offload.lock guards everything; it is never held over a call into NDIS. Events for the lab are queued under it, in order, and
 * reach the ring in order. contract/connection-offload.md 6 and 7.
 */
#pragma once
#include "port/conn.h"
#include "tcpip/stack.h"

#define OFFLOAD_DRAIN_MS  5000
#define OFFLOAD_BATCH     1024       /* connections in one tree */
#define OFFLOAD_INDICATED (1u << 20) /* bytes of one connection that the lab may have before more is refused */
#define OFFLOAD_COOKIES   8192u      /* indications that the lab may have, of all connections; uploads add what they need */

struct offload;
struct hop {
	struct list link;
	NDIS_OFFLOAD_HANDLE handle;
	uint8_t mac[6], source[6];
	uint16_t vlan;
	bool live;
	unsigned routes;                         /* that hang from it: live ones and those on their way down */
	PNDIS_PROTOCOL_OFFLOAD_BLOCK_LIST block; /* in the tree that is being built */
};
struct route {
	struct list link;
	NDIS_OFFLOAD_HANDLE handle;
	struct hop *hop;
	uint8_t family, local[16], remote[16];
	uint32_t mtu;
	bool live;
	unsigned conns;
	PNDIS_PROTOCOL_OFFLOAD_BLOCK_LIST block;
};
struct oconn {
	struct conn base;  /* base.handle */
	struct list wait;  /* in offload.down or offload.up */
	struct list rearm; /* in offload.refused, when `refused` */
	struct offload *o;
	struct route *route;
	uint32_t slot, generation;
	struct conn_state state;                 /* as it went down */
	bool told;                               /* EV_UPLOADING or the lab's own CMD_UPLOAD: the lab knows that it comes up */
	bool refused;                            /* an indication was not accepted: a zero-byte request re-enables them */
	uint32_t indicated;                      /* bytes with the lab */
	uint32_t early[5], early_information[5]; /* events by type, in order, that came before the initiate completed */
	unsigned earlies;
	NET_BUFFER_LIST *buffered; /* of the initiate: received data that the application does not have yet */
};
/* Trees are in one allocation each: blocks, each followed by its state. */
struct tree {
	uint8_t *memory;
	size_t used, room;
	PNDIS_PROTOCOL_OFFLOAD_BLOCK_LIST root;
	struct oconn **conn;
	PNDIS_PROTOCOL_OFFLOAD_BLOCK_LIST *block; /* of conn[i] */
	unsigned conns;
};
struct event_later {
	struct event_later *next;
	struct conn_cell cell;
};
struct offload {
	struct binding *b;
	struct conn_machine port;
	struct nt_thread *thread;
	_Atomic bool stop, ended;
	KSPIN_LOCK lock;
	struct list hops, routes;
	struct oconn **by_slot;
	struct list down, up; /* waiting for a tree */
	unsigned downs, ups;
	bool down_now; /* CONN_END came */
	struct tree initiate, terminate;
	bool initiating, terminating;
	struct tree leftovers; /* hops and routes without users, on their way out */
	NDIS_HANDLE pool;
	struct {
		NET_BUFFER_LIST *nbl;
		uint32_t slot, generation, bytes, next;
	} * cookie;
	uint32_t free_cookie, cookies;
	struct list refused;                    /* connections whose indications are off */
	bool rearm;                             /* look at `refused` */
	bool shut;                              /* paused, closing or without power: nothing goes down */
	struct event_later *later, **later_end; /* the ring was full */
	uint64_t initiates, terminates, largest_initiate, largest_terminate, refused_indications;
};

NDIS_STATUS offload_open(struct binding *b);
void offload_close(struct binding *b); /* before NdisCloseAdapterEx */
void offload_free(struct binding *b);  /* after it: NDIS has let go of every handle */
bool offload_drain(struct binding *b); /* and nothing goes down until offload_restart() */
void offload_restart(struct binding *b);
void offload_can(struct binding *b);               /* says what the adapter takes now, where the lab reads it; PASSIVE_LEVEL */
json_t *offload_describe(const struct binding *b); /* NULL: none */

/* offload.c */
void offload_wake(struct offload *o);
void offload_event(struct offload *o, const struct conn_cell *e);                  /* under lock */
struct oconn *offload_find(struct offload *o, uint32_t slot, uint32_t generation); /* under lock */
/* offload_tree.c */
bool offload_go_down(struct offload *o); /* builds and hands down what waits; true: it did */
bool offload_go_up(struct offload *o);
void offload_terminate(struct conn *c); /* conn_table.terminate */
void offload_initiated(struct offload *o, PNDIS_PROTOCOL_OFFLOAD_BLOCK_LIST root);
void offload_terminated(struct offload *o, PNDIS_PROTOCOL_OFFLOAD_BLOCK_LIST root);
void offload_forget(struct offload *o, struct oconn *c); /* under lock: its route and hop lose a user */
/* offload_io.c */
NET_BUFFER_LIST *offload_nbl(struct offload *o, uint64_t offset, uint32_t bytes, const struct oconn *c, uint32_t cookie);
void offload_nbl_free(NET_BUFFER_LIST *nbl);
void offload_command_io(struct offload *o, const struct conn_cell *cell);
bool offload_rearm(struct offload *o);       /* indications on again for those that the lab has caught up with */
bool offload_return_all(struct offload *o);  /* the lab does not: what it has of the driver's goes back */
void offload_cookie_room(struct offload *o); /* under lock: at least one is free, if there is memory */
bool offload_is_mandatory(uint32_t reason);  /* TCP_UPLOAD_REASON: the target stops, the host must terminate (contract 8.2) */
void offload_sends_up(struct offload *o, struct oconn *c, NET_BUFFER_LIST *chain); /* handed back by a terminate */
uint32_t offload_lend(struct offload *o, struct oconn *c, NET_BUFFER_LIST *nbl, uint32_t bytes,
                      bool emit); /* under lock: a cookie; 0xffffffff: none left */
void NTAPI offload_send_complete(NDIS_HANDLE context, PNET_BUFFER_LIST list);
void NTAPI offload_receive_complete(NDIS_HANDLE context, PNET_BUFFER_LIST list);
void NTAPI offload_disconnect_complete(NDIS_HANDLE context, PNET_BUFFER_LIST list);
void NTAPI offload_forward_complete(NDIS_HANDLE context, PNET_BUFFER_LIST list);
void NTAPI offload_tcp_event(PVOID context, ULONG type, ULONG information);
NDIS_STATUS NTAPI offload_receive_indicate(PVOID context, PNET_BUFFER_LIST nbl, NDIS_STATUS status, PULONG consumed);
