/*
 * conns: TCP connections of the netdev that Flue owns the applications' end of, wherever they are: in the Linux kernel (InHost) or in the
 * NIC (Offloaded).
 *
 *   conns_open()      beside a struct net; its thread splices each connection's wire-facing end to what is behind it
 *   conns_serve()     "forward:PORT=ADDRESS:PORT", "echo:PORT", "discard:PORT", "source:PORT": listens on the netdev's side
 *   conns_attach()    a machine is there: connections may go down its chimney; conns_detach() when it is gone
 *   conns_policy()    which connections go down
 *   conns_list(), conns_show()
 *
 * The wire-facing connection is the one that moves; what it is spliced to never notices. States are netstat's: InHost, Offloading,
 * Offloaded, Uploading.
 *
 * THEORY. One thread, one epoll. Each connection has two buffers: `out`, from the application to the wire, and `in`, the other way. InHost,
 * the wire's end is a kernel socket. To offload it (conn_move.c) the socket is emptied by tcp_take(): what the application had not read
 * goes to `in`, what the peer has not acknowledged goes down as the state's send data. Offloaded, `out` is filled into RAM buffers and
 * given to CMD_SEND; each is kept, in order, until the target says how much of it was acknowledged: the ledger. What the target indicates
 * is written to the application straight from the driver's memory. On upload the ledger's unacknowledged bytes become the send queue of the
 * socket again, and `in` and `out` just go on.
 *
 * Any thread may call; but conns_open and conns_close are the owner's. Limits: CONNS_MAX connections here; RAM buffers are shared by all.
 */
#pragma once
#include "net/net.h"
#include "port/conn.h"

#define CONNS_MAX 4096u
enum conns_mode { CONNS_DISABLED, CONNS_ENABLED, CONNS_AUTOMATIC, CONNS_DEFAULT }; /* netsh's words; default = automatic */
struct conns_policy {
	enum conns_mode mode;
	uint32_t min_age_ms; /* automatic: not before the connection is that old ... */
	uint64_t min_bytes;  /* ... and has moved that much */
	bool ipv4, ipv6;
	uint16_t port[16]; /* local ports; none given: all */
	unsigned ports;
};
struct conns_offload { /* what the adapter takes now: the machine says it in struct conn_shared */
	bool ipv4, ipv6, paused;
	uint32_t capacity;
};
struct outer;
struct conns;
/* `outer`: makes the connections to forward targets in the caller's namespaces (outer.h); NULL: in this one. */
int conns_open(struct net *n, struct outer *outer, struct conns **out, struct err *e);
void conns_close(struct conns *c);
int conns_serve(struct conns *c, const char *spec, struct err *e); /* -EINVAL usage, -EADDRINUSE ... */
int conns_attach(struct conns *c, const struct conn_lab *l, struct err *e);
/* The machine is gone. Offloaded connections are put back from `rescue` (the NIC's state; NULL: none can be had), or reset, with a reason.
 */
void conns_detach(struct conns *c);
void conns_policy(struct conns *c, const struct conns_policy *p);
void conns_policy_get(struct conns *c, struct conns_policy *p);
/* The NIC's address and who is reached through the netdev are the kernel's to say; the conns thread asks by netlink when it needs a next
 * hop. */
json_t *conns_list(struct conns *c); /* [{proto, local, foreign, state, offload_state, bytes_in, bytes_out, moves, why}] */
json_t *conns_show(struct conns *c); /* counters */
