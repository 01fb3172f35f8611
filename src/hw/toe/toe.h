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
	uint8_t mac[6];
};
/* What the driver has set; cold after a reset. */
struct toe_setup {
	struct toe_offloads offloads;
	struct toe_connection connection;
	struct toe_rss rss;
	uint32_t encapsulation[4]; /* IPv4 format, header; IPv6 format, header */
	uint32_t filter, multicast_count, moderation_us;
	uint8_t multicast[TOE_MULTICAST_MAX][6], mac[6];
	uint32_t acknowledged; /* capability generation */
};
struct toe {
	struct toe_build build;
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
