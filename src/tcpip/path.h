/*
 * path: the data path of one binding, between its port (port/port.h) and NDIS.
 *
 *   path_open()      bind: NBL pools, an MDL per transmit slot, the thread that serves the port; nothing when the adapter has no port
 *   path_restart()   NetEventRestart: frames flow
 *   path_caps()      the current task-offload configuration changed. When it returns, no packet made under the old one can still reach the
 *                    driver
 *   path_pause()     NetEventPause: returns when sends and receives are back, or after tcpip_pause_ms
 *   path_stop(), path_free()   unbind, after the last pause
 *
 * Threads. One thread per adapter takes Linux's frames and takes back what the lab has written. It builds and sends at DISPATCH_LEVEL, a
 * batch (`batch` NBLs at most) at a time, and `sending` says that it is at it: whoever changes what a batch was built by raises
 * `generation` and waits until that batch is out, unless it is the batch's own thread (a driver that indicates a status inside its send
 * handler). Received frames come on whatever thread the driver indicates them.
 *
 * Transmit. A frame stays where the TAP's read put it: its slot of RAM, under an MDL of the slot's own. What the driver does not take as it
 * is (plan.h) is cut into pieces in buffers of the machine's, and the slot goes back at once. Frames in a row of one connection that want
 * the same offloads become NET_BUFFERs of one NBL.
 *
 * Receive. The cells point at the driver's memory; the NBL goes back when the lab has written all its frames. Frames that cannot be lent
 * (NDIS_RECEIVE_FLAGS_RESOURCES, memory outside RAM, more pieces than a cell has) are copied.
 */
#pragma once
#include "port/port.h"
#include "tcpip/plan.h"
#include "tcpip/stack.h"

#define PATH_MDLS       4     /* of a transmitted frame at most */
#define PATH_BATCH      64    /* NBLs in one NdisSendNetBufferLists call unless told otherwise */
#define PATH_MERGE      16    /* NET_BUFFERs in one NBL at most */
#define PATH_SOFT       512   /* cut pieces that may be out; then Linux waits */
#define PATH_SOFT_BYTES 16384 /* of one, headroom included */
#define PATH_COPY_BYTES 2048  /* buffers for copied frames that are kept for the next one */
#define PATH_COPIES     256

enum tx_kind { TX_SLOT, TX_SOFT };
/* One frame on its way down: a slot of the port, or a buffer for a piece. */
struct tx_frame {
	struct tx_frame *next; /* free list of buffers */
	enum tx_kind kind;
	uint8_t queue;
	uint16_t slot;
	uint8_t *base; /* page aligned; the frame begins near PORT_HEADROOM */
	MDL *mdl[PATH_MDLS];
};
/* A frame that is being cut; a piece that the driver does not take either is cut again, to single segments. */
#define TX_LEVELS 2
struct tx_cut {
	struct tx_frame *source; /* NULL: none */
	struct segment_cut cut;
	struct frame_info info;
};
/* A received frame that the lab has. */
struct rx_frame {
	NET_BUFFER_LIST *nbl; /* NULL: free, or a copy */
	struct rx_copy *copy;
	uint16_t turn; /* upper half of the cookie: what was taken back by force is not taken back twice */
	uint16_t next;
};
struct rx_copy {
	struct rx_copy *next;
	uint32_t room;
	uint8_t data[];
};
struct rx_queue {
	KSPIN_LOCK lock;
	uint16_t free, out; /* first free entry; frames with the lab */
	struct rx_frame frame[PORT_DONE];
};
struct path {
	struct binding *b;
	struct port_machine port;
	struct nt_thread *thread;
	_Atomic bool stop, ended, running;
	_Atomic bool flush;       /* a pause waits for sends: wake it */
	_Atomic uint64_t sending; /* number of the batch under way, 0 none */
	_Atomic uint64_t generation;
	unsigned batch;

	/* transmit; the thread's */
	NDIS_HANDLE nbl_pool, nb_pool;
	struct tx_frame *slot[PORT_QUEUES];
	struct caps caps;
	uint32_t mtu;
	uint64_t caps_generation, batches;
	struct tx_cut cut[PORT_QUEUES][TX_LEVELS];
	KSPIN_LOCK done_lock; /* the port's tx_done rings, and the buffers */
	struct tx_frame *soft;
	unsigned soft_n;
	_Atomic bool starved; /* the thread waits for a buffer */
	_Atomic int64_t sends;
	KEVENT idle; /* sends came to 0 while `flush` */

	/* receive */
	struct rx_queue *rx;
	KSPIN_LOCK copy_lock;
	struct rx_copy *copies;
	unsigned copies_n;
	_Atomic int64_t receives; /* NBLs kept */
};

NDIS_STATUS path_open(struct binding *b);
void path_stop(struct binding *b); /* before NdisCloseAdapterEx */
void path_free(struct binding *b); /* after it: no status can come any more */
void path_restart(struct binding *b);
void path_pause(struct binding *b);
void path_caps(struct binding *b);
void path_wake(struct path *p);
extern __thread struct path *path_sending; /* the path whose batch this thread is in */

/* tx.c; on the port's thread unless said otherwise */
NDIS_STATUS tx_open(struct path *p);
void tx_close(struct path *p);
bool tx_serve(struct path *p);         /* one batch; false: nothing was to be done */
bool tx_blocked(const struct path *p); /* more may be there, and has to wait: paused, or no buffer */
void NTAPI tx_complete(NDIS_HANDLE context, PNET_BUFFER_LIST list, ULONG flags); /* any thread */

/* rx.c */
NDIS_STATUS rx_open(struct path *p);
void rx_close(struct path *p);
bool rx_serve(struct path *p); /* takes back what the lab has written */
void rx_force(struct path *p); /* takes back everything that it has not */
void NTAPI rx_receive(NDIS_HANDLE context, PNET_BUFFER_LIST list, NDIS_PORT_NUMBER port, ULONG n, ULONG flags); /* any thread */
