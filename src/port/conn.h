/*
 * conn: the part of the port that moves TCP connections between Linux (the lab's src/net) and the chimney (the machine's src/tcpip), and
 * carries their streams while they are offloaded. It lies in RAM behind the frames' part (struct port_shared):
 *
 *   struct conn_shared, then conn_state[slots] (a connection's state on its way down or up), then stream buffers, CONN_BUFFER_BYTES each
 *
 * A connection has a slot (its index), a generation that changes at every offload, and lives so:
 *
 *   lab                                                                   machine
 *   takes it out of the kernel (TCP_REPAIR), holds its inbound frames
 *   fills conn_state[slot]; CMD_OFFLOAD                              ->   neighbor, path and TCP blocks; NdisInitiateOffload
 *                                                                    <-   EV_OFFLOADED status (an NDIS_STATUS)
 *   failed: puts it back into the kernel. Else gives held TCP segments:
 *   CMD_FORWARD (a frame slot of the port)                           ->   NdisOffloadTcpForward     <- EV_FORWARDED
 *   CMD_SEND buffer, bytes                                           ->   NdisOffloadTcpSend        <- EV_SENT status, bytes: buffer is the
 * lab's again CMD_RECEIVE buffer, bytes (a posted receive; bytes 0 re-enables indications)  ->  NdisOffloadTcpReceive  <- EV_RECEIVED
 * buffer, bytes, status
 *                                                                    <-   EV_INDICATED piece, cookie (NdisTcpOffloadReceiveHandler
 * accepted) CMD_RETURN cookie                                                ->   NdisOffloadTcpReceiveReturn CMD_DISCONNECT flags ->
 * NdisOffloadTcpDisconnect  <- EV_DISCONNECTED status
 *                                                                    <-   EV_EVENT type, information (peer's FIN, abort, upload wanted,
 * send backlog) CMD_UPDATE cached members in conn_state                          ->   NdisUpdateOffload         <- EV_UPDATED status
 *   CMD_QUERY                                                        ->   NdisQueryOffloadState     <- EV_QUERIED status, conn_state filled
 *   CMD_UPLOAD reason                                                ->   NdisTerminateOffload
 *                                                                    <-   EV_SENT / EV_RECEIVED / EV_INDICATED / EV_DISCONNECTED of all
 * that is outstanding, in contract order, then EV_UPLOADED status, delegated state in conn_state puts it back into the kernel; gives the
 * held frames to the TAP
 *
 * The machine may start an upload by itself (pause, UPLOAD_ALL, unbind, power): EV_UPLOADING comes first, so that the lab holds the
 * connection's inbound frames from then on; what it sends after that comes back with NDIS_STATUS_UPLOAD_IN_PROGRESS.
 *
 * Frames of an offloaded connection never travel through the frame rings, except what the target does not process and hands up (the lab
 * forwards or keeps them). The lab keeps every byte given to CMD_SEND until EV_SENT says it is acknowledged, and knows rcv_nxt by what it
 * was given: the ledger from which a connection is rebuilt when the machine dies.
 *
 * Rings, sleeping and trust are as in port.h: one writer and one reader each; what the machine writes is copied and checked.
 * Names and units of the state are those of TCP_OFFLOAD_STATE_CONST, _CACHED, _DELEGATED (contract/connection-offload.md 5.5); ticks are
 * milliseconds.
 */
#pragma once
#include "port/port.h"

#define CONN_SLOTS_MAX    131072u
#define CONN_CELLS        8192u
#define CONN_BUFFER_BYTES 65536u

enum conn_command { CMD_OFFLOAD = 1, CMD_UPLOAD, CMD_SEND, CMD_RECEIVE, CMD_RETURN, CMD_DISCONNECT, CMD_FORWARD, CMD_UPDATE, CMD_QUERY };
enum conn_event {
	EV_OFFLOADED = 1,
	EV_UPLOADING,
	EV_UPLOADED,
	EV_SENT,
	EV_RECEIVED,
	EV_INDICATED,
	EV_DISCONNECTED,
	EV_FORWARDED,
	EV_UPDATED,
	EV_QUERIED,
	EV_EVENT
};
struct conn_cell {      /* 64 bytes, both rings */
	uint16_t what;  /* enum conn_command, enum conn_event */
	uint16_t flags; /* DISCONNECT: TCP_DISCONNECT_*; RECEIVE: CONN_NO_PUSH; SEND: CONN_MORE; a batch's last cell: CONN_END */
	uint32_t slot, generation;
	uint32_t status; /* events: NDIS_STATUS */
	uint32_t cookie; /* SEND, RECEIVE: the lab's, comes back; INDICATED: the machine's, goes back with RETURN; FORWARD: transmit slot
	                    (queue << 16 | slot) */
	uint32_t bytes;  /* of the piece; SENT: acknowledged, RECEIVED: placed */
	uint64_t offset; /* of the piece, in RAM */
	uint32_t type, information; /* EV_EVENT: TCP_OFFLOAD_EVENT_TYPE and its value; UPLOADING, UPLOAD: why, as TCP_UPLOAD_REASON, 0 = the
	                               host's decision */
	uint32_t pad[6];
};
#define CONN_END     0x8000u /* no more of this batch: now is the time to call NDIS with the tree that was gathered */
#define CONN_NO_PUSH 0x0001u
#define CONN_MORE    0x0002u /* more data of this connection follows at once */

/* Send data that goes down with an offload, or comes up: pieces in stream order, the first byte is snd_una. */
#define CONN_PIECES 64u
struct conn_state {
	/* path and neighbor; network byte order where the wire has one */
	uint8_t family; /* 4, 6 */
	uint8_t state;  /* TCP_OFFLOAD_CONNECTION_STATE: 4 established ... */
	uint8_t local[16], remote[16];
	uint16_t local_port, remote_port;
	uint8_t next_hop[6], source_mac[6]; /* source_mac all zero: the interface's */
	uint16_t vlan;
	uint32_t path_mtu;
	/* TCP const */
	uint8_t timestamps, sack, wscale_ok, snd_wscale, rcv_wscale;
	uint16_t remote_mss;
	uint32_t hash;
	/* TCP cached */
	uint8_t nagle, keepalive, ttl, tos, ka_probe_count;
	uint32_t initial_rcv_wnd, rcv_indication_size, ka_timeout, ka_interval, max_rt, flow_label;
	/* TCP delegated */
	uint32_t rcv_nxt, rcv_wnd, snd_una, snd_nxt, snd_max, snd_wnd, max_snd_wnd, snd_wl1, cwnd, ssthresh;
	uint32_t srtt_us, rttvar_us; /* not scaled */
	uint32_t ts_recent, ts_recent_age, ts_time, total_rt;
	uint8_t dup_acks, wnd_probes, ka_probes, retransmits;
	uint32_t ka_left, retransmit_left; /* ticks; 0xffffffff: not running */
	/* data */
	uint32_t send_pieces, receive_pieces; /* receive: acknowledged, not delivered; ends just before rcv_nxt */
	struct port_piece send[CONN_PIECES], receive[CONN_PIECES];
	uint32_t receive_cookie; /* up: to RETURN when the received pieces have been copied; 0xffffffff: none */
};
#define CONN_CAN_IP4    1u
#define CONN_CAN_IP6    2u
#define CONN_CAN_PAUSED 4u
struct conn_shared {
	/* written by the lab before the machine starts */
	uint32_t slots, buffers;
	uint64_t states;       /* RAM offset of conn_state[slots] */
	uint64_t buffer_start; /* RAM offset of the stream buffers */
	_Atomic uint32_t lab_sleeps __attribute__((aligned(64)));
	_Atomic uint32_t machine_sleeps __attribute__((aligned(64)));
	_Atomic uint32_t broken __attribute__((aligned(64)));
	/* machine: what the adapter takes now, CONN_CAN_*, and how many at most; the lab only reads */
	_Atomic uint32_t can, capacity;
	_Atomic uint64_t kicks, wakes;
	struct port_ring commands, events;
	struct conn_cell command[CONN_CELLS], event[CONN_CELLS];
};
static inline uint64_t conn_bytes(uint32_t slots, uint32_t buffers)
{
	return ALIGN_UP_TO(sizeof(struct conn_shared), (uint64_t)RAM_PAGE) +
	       ALIGN_UP_TO((uint64_t)slots * sizeof(struct conn_state), (uint64_t)RAM_PAGE) + (uint64_t)buffers * CONN_BUFFER_BYTES;
}

/* ------------------------------------------------------------------------------------------------------------------ machine side
 * conn_machine.c. ram_header.conn[nic] says where it is, MACHINE_FD_CONN + nic wakes us. The caller serializes each end. */
struct conn_machine {
	struct conn_shared *shared; /* NULL: this adapter has none */
	uint8_t *ram;
	unsigned nic;
	uint32_t slots, event_head, command_tail;
	uint64_t states;
};
void conn_machine_init(struct conn_machine *c, unsigned nic);
int conn_machine_command(struct conn_machine *c, struct conn_cell *out); /* 1, 0 none */
int conn_machine_event(struct conn_machine *c,
                       const struct conn_cell *e); /* 0, -EAGAIN: ring full: keep it and try again after conn_machine_kick */
struct conn_state *conn_machine_state(struct conn_machine *c, uint32_t slot); /* NULL: no such slot */
void conn_machine_kick(struct conn_machine *c);
bool conn_machine_idle(struct conn_machine *c);
void conn_machine_awake(struct conn_machine *c);

/* ---------------------------------------------------------------------------------------------------------------------- lab side
 * conn_lab.c. One thread. */
struct conn_lab {
	struct conn_shared *shared;
	uint8_t *ram;
	uint64_t ram_size, offset;
	uint32_t slots, buffers;
	int kick_fd, wake_fd;
	uint32_t command_head, event_tail;
	uint32_t *free_buffer, free_count; /* last given back is used first */
	bool broken;
	char why[160];
};
/* conn_bytes() at `offset`, page aligned; before the machine starts. 0 or -ENOMEM. */
int conn_lab_init(struct conn_lab *c, void *ram, uint64_t ram_size, uint64_t offset, uint32_t slots, uint32_t buffers, int kick_fd,
                  int wake_fd);
void conn_lab_exit(struct conn_lab *c);
int conn_lab_command(struct conn_lab *c, const struct conn_cell *cell); /* 0, -EAGAIN ring full */
/* The next event, copied and checked (slot, piece inside RAM): 1, 0 none, -EPROTO broken (c->why). */
int conn_lab_event(struct conn_lab *c, struct conn_cell *out);
/* State for an offload: written before CMD_OFFLOAD. conn_lab_get: a copy, its pieces checked. */
void conn_lab_put(struct conn_lab *c, uint32_t slot, const struct conn_state *s);
int conn_lab_get(struct conn_lab *c, uint32_t slot, struct conn_state *out);
void *conn_lab_buffer(struct conn_lab *c, uint32_t *index, uint64_t *offset); /* CONN_BUFFER_BYTES, or NULL: all are out */
void *conn_lab_buffer_at(struct conn_lab *c, uint32_t index);
void conn_lab_unbuffer(struct conn_lab *c, uint32_t index);
void conn_lab_kick(struct conn_lab *c);
bool conn_lab_idle(struct conn_lab *c); /* true: sleep on wake_fd */
void conn_lab_awake(struct conn_lab *c);
