/*
 * port: the seam between the machine's host stack (src/tcpip) and Linux (src/net in the lab), for one adapter. It lies in RAM:
 *
 *   struct port_shared (header, then PORT_QUEUES times the four rings), then the transmit slots, PORT_SLOT_BYTES each
 *
 *   tx       lab -> machine   frames that Linux sends: read from the TAP straight into a slot of RAM
 *   tx_done  machine -> lab   slots whose frame the driver has completed
 *   rx       machine -> lab   frames that the driver indicated, where they lie in RAM (the driver's own buffers): written to the TAP from
 * there rx_done  lab -> machine   cookies of frames that have been written: their NBLs go back to the driver
 *
 * So a frame is copied at the TAP and nowhere else. Each ring has one writer at a time and one reader; the machine's side guards its ends
 * with a spin lock because DPCs of several processors indicate. A cell is 64 bytes; a received frame of more than PORT_INLINE pieces takes
 * further cells of pieces.
 *
 * Sleeping: a side that is about to sleep sets its `sleeps` word, looks at its rings once more, and waits on its eventfd; a side that has
 * put something into a ring and sees the other's word set clears it and writes the eventfd. Nothing is written while the other side is
 * awake.
 *
 * Everything that the machine writes is hostile to the lab: cells are copied, then checked (offsets inside RAM, lengths, slots that are
 * really out). A bad one is a finding; the port is dead then until the next machine (-EPROTO).
 *
 * What the adapter can do (MAC, MTU, link, offloads) comes over the control socket (MM_NET), not through here.
 */
#pragma once
#include "base/base.h"
#include "base/frame.h"
#include "bus/abi.h"
#include <sys/uio.h>

#define PORT_QUEUES     4u
#define PORT_SLOTS      64u /* transmit slots of a queue */
#define PORT_SLOT_BYTES 0x11000u
#define PORT_HEADROOM   128u  /* before the frame in its slot */
#define PORT_CELLS      1024u /* of tx and rx rings */
#define PORT_DONE       1024u /* of the done rings */
#define PORT_INLINE     2u    /* pieces in a frame's own cell */
#define PORT_PIECES     66u   /* most pieces of a received frame */

#define PORT_SPLIT_HEADERS 0xffffffffu

/* lab_sleeps: woken by received frames; by completed slots only when a frame of Linux waits for one */
#define PORT_SLEEPS           1u
#define PORT_SLEEPS_FOR_SLOTS 2u

struct port_piece {
	uint64_t offset; /* into RAM */
	uint32_t length;
	uint32_t pad;
};
struct port_frame {      /* 64 bytes; a received frame of more pieces is followed by cells of struct port_piece[4] */
	uint32_t cookie; /* tx: slot; rx: the machine's */
	uint32_t bytes;
	uint16_t pieces; /* 1 .. PORT_PIECES; tx: 1 */
	uint16_t pad;
	struct frame_info info;
	struct port_piece piece[PORT_INLINE];
};
struct port_ring {
	_Atomic uint32_t head __attribute__((aligned(64))); /* next to write: the writer's */
	_Atomic uint32_t tail __attribute__((aligned(64))); /* next to read: the reader's */
};
struct port_queue {
	struct port_ring tx, rx, tx_done, rx_done;
	struct port_frame tx_cell[PORT_CELLS], rx_cell[PORT_CELLS];
	uint32_t tx_done_slot[PORT_DONE], rx_done_cookie[PORT_DONE];
};
struct port_shared {
	/* written by the lab before the machine starts */
	uint32_t queues; /* 1 .. PORT_QUEUES */
	uint32_t split;  /* --split: bytes of each MDL but the last of a frame that goes down, 0: one MDL, PORT_SPLIT_HEADERS: headers,
	                    payload */
	uint64_t slots;  /* RAM offset of slot 0 of queue 0; queue q's slots follow */
	uint32_t reserved[12];
	_Atomic uint32_t lab_sleeps __attribute__((aligned(64)));
	_Atomic uint32_t machine_sleeps __attribute__((aligned(64)));
	_Atomic uint32_t broken __attribute__((aligned(64))); /* lab: nothing of the machine's is read any more */
	/* counters for show and bench: kicks = eventfd writes to the machine, wakes = to the lab */
	_Atomic uint64_t kicks, wakes;
	struct port_queue queue[PORT_QUEUES] __attribute__((aligned(64)));
};
#define PORT_BYTES (ALIGN_UP_TO(sizeof(struct port_shared), (uint64_t)RAM_PAGE) + (uint64_t)PORT_QUEUES * PORT_SLOTS * PORT_SLOT_BYTES)

/* ------------------------------------------------------------------------------------------------------------------ machine side
 * port_machine.c. ram_header.port[nic] says where it is. Callable at up to DISPATCH_LEVEL; the caller serializes each end of each queue. */
struct port_machine {
	struct port_shared *shared; /* NULL: this adapter has no port (no netdev): frames go nowhere */
	unsigned nic, queues;
	uint32_t rx_head[PORT_QUEUES], tx_tail[PORT_QUEUES]; /* our own copies */
};
void port_machine_init(struct port_machine *p, unsigned nic);
/* The next frame Linux sends: 1 and its cell, 0 none. */
int port_machine_tx(struct port_machine *p, unsigned queue, struct port_frame *out);
void port_machine_tx_done(struct port_machine *p, unsigned queue, uint32_t slot);
/* 0, or -EAGAIN: ring full (drop and count; Linux does the same). */
int port_machine_rx(struct port_machine *p, unsigned queue, const struct port_frame *frame, const struct port_piece *pieces);
int port_machine_rx_done(struct port_machine *p, unsigned queue, uint32_t *cookie); /* 1, 0 none */
void port_machine_kick(struct port_machine *p);                                     /* after received frames: wakes the lab if it sleeps */
void port_machine_kick_slots(struct port_machine *p); /* after completed slots: wakes it if it waits for one */
/* For the thread that serves the port: sets machine_sleeps and looks again; true: go to sleep on MACHINE_FD_PORT + nic. `tx` false: frames
 * of Linux may wait (the adapter is paused). */
bool port_machine_idle(struct port_machine *p, bool tx);
void port_machine_awake(struct port_machine *p);

/* ---------------------------------------------------------------------------------------------------------------------- lab side
 * port_lab.c. One thread (net's). */
struct port_lab {
	struct port_shared *shared;
	uint8_t *ram;
	uint64_t ram_size;
	unsigned queues;
	int kick_fd; /* EFD_NONBLOCK: wakes the machine */
	int wake_fd; /* EFD_NONBLOCK: the machine wakes us */
	uint32_t tx_head[PORT_QUEUES], rx_tail[PORT_QUEUES], tx_done_tail[PORT_QUEUES], rx_done_head[PORT_QUEUES];
	uint32_t rx_told[PORT_QUEUES];                                        /* rx_done_head when the machine was last woken for it */
	uint8_t out[PORT_QUEUES][PORT_SLOTS];                                 /* slots that the machine has */
	uint16_t free_slot[PORT_QUEUES][PORT_SLOTS], free_count[PORT_QUEUES]; /* last given back is used first: its cache lines are warm */
	bool broken;
	char why[160];
};
/* Formats the memory at `offset` (PORT_BYTES, page aligned). Before the machine starts. */
void port_lab_init(struct port_lab *p, void *ram, uint64_t ram_size, uint64_t offset, unsigned queues, int kick_fd, int wake_fd);
/* A slot to read a frame into: its memory (PORT_SLOT_BYTES - PORT_HEADROOM bytes), or NULL when all are out. It stays the caller's until
 * pushed. */
void *port_lab_slot(struct port_lab *p, unsigned queue, unsigned *slot);
void port_lab_unslot(struct port_lab *p, unsigned queue, unsigned slot);
int port_lab_tx(struct port_lab *p, unsigned queue, unsigned slot, uint32_t bytes,
                const struct frame_info *info); /* 0, -EAGAIN ring full */
void port_lab_kick(struct port_lab *p);
/* The next received frame, checked: number of iovecs, 0 none, -EPROTO broken (p->why). iov must have PORT_PIECES entries. */
int port_lab_rx(struct port_lab *p, unsigned queue, struct frame_info *info, uint32_t *bytes, uint32_t *cookie, struct iovec *iov);
void port_lab_rx_done(struct port_lab *p, unsigned queue, uint32_t cookie);
/* Received frames given back that the machine has neither taken nor been woken for, of the queue with most of them. A stream that only
 * comes in wakes it for nothing else: port_lab_kick when they are many, or the driver runs out of buffers. */
unsigned port_lab_returns(const struct port_lab *p);
bool port_lab_idle(struct port_lab *p, unsigned blocked); /* as above; true: sleep on wake_fd. Bit per queue whose frames wait for a slot */
void port_lab_awake(struct port_lab *p);

/* What the adapter is and can do for Linux, as MM_NET tells it; JSON {adapter, up, running, mac:"02:..", mtu, link:bool, speed (bit/s),
 * queues, csum4, csum6, tso4, tso6 (bytes, 0 off), uso4, uso6 (bytes), tso_min, rsc, generation}. Linux may ask for no more; what it asked
 * for before the change came is done by the machine's host stack in software. */
struct port_net {
	bool up, running, link;
	uint8_t mac[6];
	uint32_t mtu, queues;
	uint64_t speed;
	bool csum4, csum6;
	uint32_t tso4, tso6, uso4, uso6;
	uint64_t generation;
};
