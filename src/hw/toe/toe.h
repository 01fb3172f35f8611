/* toe: what the files of the model share. */
#pragma once
#include "hw/nic.h"
#include "hw/toe/regs.h"

#define TOE_DEPTH        256u /* entries of the largest ring */
#define TOE_CAPACITY     16384u
#define TOE_CAPACITY_MAX 65536u
#define TOE_FRAME_MAX    9014u

/* What the card was bought with: settings, not changed by any reset. */
struct toe_build {
	uint32_t csum, seg, frames, nvgre, vxlan, tunnel_header, tunnel_flags, rss;
	uint32_t lso_max4, lso_max6, lso_min, uso_max, uso_min;
	uint32_t conn, capacity, conn_frames, window;
	uint32_t vectors, max_frame, link, speed;
	uint32_t queues;
	bool queues_set; /* else they follow `rss` */
	uint8_t mac[6];
};
/* What packets may ask for: what SET_OFFLOADS enabled, under the limits that held then. A change of the capabilities leaves it as it is
 * until the driver acknowledges. */
struct toe_limits {
	uint32_t csum, seg;
	uint32_t lso_max4, lso_max6, lso_min, uso_max, uso_min;
};
/* What the driver has set; cold after a reset. */
struct toe_setup {
	struct toe_offloads offloads;
	struct toe_limits limits;
	struct toe_connection connection;
	struct toe_rss rss;
	uint32_t encapsulation[4]; /* IPv4 format, header; IPv6 format, header */
	uint32_t filter, multicast_count, moderation_us;
	uint8_t multicast[TOE_MULTICAST_MAX][6], mac[6];
	uint32_t acknowledged; /* capability generation */
};
/* ---- queues. Rings and control blocks are in the machine's memory: every word may change at any time, so each is read once and judged
 * as it was read. What the card decides by (next, completed, ...) is here. */
struct toe_tx_queue {
	bool on;
	uint8_t index;
	uint32_t entries, vector;
	uint64_t control_at; /* physical: looked up again in every batch, so that bus mastering counts */
	struct toe_queue_control *control;
	const struct toe_tx_desc *ring;
	uint32_t next;        /* first descriptor that is not sent yet */
	uint32_t told;        /* `consumer` as last published */
	uint32_t cut;         /* payload bytes of the packet at `next` that are on the wire already: the wire was full in between */
	uint32_t grace_until; /* descriptors before it were given before the last SET_OFFLOADS ... */
	bool has_grace;
	struct toe_limits grace; /* ... and may ask for this */
	uint64_t packets;
};
#define TOE_RSS_INPUT 36u  /* bytes: two IPv6 addresses, two ports */
#define TOE_RX_CACHE  320u /* buffers fetched ahead: FRAME_MAX in the smallest buffers */
struct toe_rx_queue {
	bool on;
	uint8_t index;
	uint32_t entries, vector;
	uint64_t control_at;
	struct toe_queue_control *control;
	const struct toe_rx_buffer *ring;
	struct toe_rx_done *done;
	uint32_t fetched;   /* index after the last buffer fetched */
	uint32_t completed; /* index after the last completion written */
	uint32_t told;
	uint32_t free_done;    /* completions that the driver has consumed: as looked up at the start of a batch */
	unsigned first, count; /* of the buffers fetched and not yet used */
	uint64_t room;         /* their bytes */
	struct iovec buffer[TOE_RX_CACHE];
	uint32_t id[TOE_RX_CACHE];
	uint64_t packets;
};
struct toe_traffic { /* the data path's own state, apart from the driver's settings */
	struct toe_tx_queue tx[TOE_QUEUES_MAX];
	struct toe_rx_queue rx[TOE_QUEUES_MAX];
	bool armed;               /* doorbells are asked for */
	uint64_t vector_next[64]; /* moderation: no interrupt of this message before */
	uint64_t vector_held;     /* messages that wait for it */
	unsigned guess;           /* receive queue of the last flow */
	bool starved;             /* no buffers: frames wait on the wire ... */
	uint64_t starved_until;   /* ... until this time */
	uint8_t *scratch;         /* FRAME_MAX bytes each: what finds no buffer; a frame that can't lie where it was read to */
	uint8_t *linear, *segment;
	struct toe_scu *scu; /* rsc.c */
	uint32_t toeplitz[TOE_RSS_INPUT][256];
	uint64_t interrupts, kicks;
};

/* bug=NAME: what the card reports and then does wrong. Names and meaning: bugs.c and the manual's section 13. */
#define TOE_BUG_CSUM_V4     0x0001u
#define TOE_BUG_CSUM_V6     0x0002u
#define TOE_BUG_CSUM_IP4    0x0004u
#define TOE_BUG_LSO_IPID    0x0008u
#define TOE_BUG_LSO_MSS     0x0010u
#define TOE_BUG_LSO_FLAGS   0x0020u
#define TOE_BUG_USO_LEN     0x0040u
#define TOE_BUG_RX_GOOD     0x0080u
#define TOE_BUG_RSC_MERGE   0x0100u
#define TOE_BUG_RSC_COUNT   0x0200u
#define TOE_BUG_RSS_HASH    0x0400u
#define TOE_BUG_RSS_QUEUE   0x0800u
#define TOE_BUG_VLAN_STRIP  0x1000u
#define TOE_BUG_VLAN_INSERT 0x2000u
#define TOE_BUG_STATISTICS  0x4000u

struct toe_conns; /* conn.h */
struct toe {
	struct toe_build build;
	struct toe_conns *conns; /* the connection queue and the engine; NULL: not made */
	uint32_t bugs;           /* TOE_BUG_* */
	struct toe_traffic traffic;
	struct toe_setup setup;
	struct toe_statistics statistics;
	uint32_t *info; /* the information page (shadow memory); NULL while off */
	uint32_t control, cause, enable, fatal;
	uint32_t asq_lo, asq_hi, acq_lo, acq_hi, admin_size, evq_lo, evq_hi, evq_size;
	uint32_t asq_tail, asq_head, acq_tail, evq_head, evq_tail, events_lost;
	uint32_t generation;
	bool hold; /* admin=hold: commands stay in the ring */
	uint64_t commands, events;
};

/* settings.c */
extern const char toe_settings[];
void toe_build_default(struct toe_build *b);
int toe_set(struct nic *n, const char *name, const char *value, bool running, struct err *e);
json_t *toe_show(struct nic *n);

/* toe.c */
void toe_publish(struct nic *n); /* writes the capability registers from `build`, under a new generation */
void toe_link_changed(struct nic *n);
void toe_cause(struct nic *n, uint32_t bits);
void toe_fatal(struct nic *n, uint32_t code);

/* admin.c */
void toe_admin_run(struct nic *n); /* carries out the commands between head and tail */
void toe_event_post(struct nic *n, uint16_t type, const uint32_t *data, unsigned words);
void toe_capability_words(const struct toe_build *b, uint32_t *words); /* TOE_CAP_CSUM .. TOE_CAP_END */
void toe_setup_cold(struct toe *t);

/* queue.c: making and ending queues, doorbells, interrupts */
unsigned toe_queue_count(const struct toe_build *b); /* pairs */
unsigned toe_queue_create(struct nic *n, const struct toe_command *c);
unsigned toe_queue_destroy(struct nic *n, const struct toe_command *c);
void toe_queues_stop(struct nic *n); /* reset, fatal: the card touches no queue memory any more */
void toe_queue_doorbell(struct nic *n, uint32_t offset);
bool toe_poll(struct nic *n);
bool toe_idle(struct nic *n);
void toe_moderation_timer(struct nic *n);
/* After the card's index of a queue went from `old` to `now`: interrupts if the driver asked to be told. */
void toe_queue_progress(struct nic *n, struct toe_queue_control *c, uint32_t vector, uint32_t old, uint32_t now);
/* The finding, and the card stops with TOE_FATAL_RING. */
void toe_ring_fail(struct nic *n, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void toe_limits_changed(struct toe *t); /* before offloads or limits change: what is in the rings may still ask for what it was promised */
#define TOE_TIMER_MODERATION 0
#define TOE_TIMER_STARVED    1
#define TOE_TIMER_TCP        2

/* tx.c, rx.c: up to one batch; true: something was done */
bool toe_tx_poll(struct nic *n, struct toe_tx_queue *q);
bool toe_rx_poll(struct nic *n);

/* conn.c: the connection queue */
unsigned toe_conn_create(struct nic *n, const struct toe_queue_setup *s);
void toe_conn_stop(struct toe *t);
bool toe_conn_poll(struct nic *n);
uint32_t toe_conn_ask(struct toe *t);
bool toe_conn_asked(const struct toe *t, uint32_t producer);
void toe_conn_disarm(struct toe *t);
json_t *toe_conn_show(struct toe *t); /* new reference; NULL: none */

/* rss.c */
void toe_rss_changed(struct toe *t); /* a new key */

/* bugs.c */
int toe_bug_set(struct toe *t, const char *value, struct err *e);
void toe_bug_text(const struct toe *t, char *out, size_t max); /* "csum-v6+lso-ipid", "none": can be given back */

/* rsc.c */
int toe_rsc_init(struct toe *t);
void toe_rsc_free(struct toe *t);
