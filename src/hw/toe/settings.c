/*
 * toe, from outside: the settings of --nic and of `flue nic toe0 NAME=VALUE`. On a running card a changed capability is a firmware event:
 * the registers change under a new generation, and the driver is told by an event.
 */
#include "hw/toe/toe.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define CSUM_TX4 (TOE_CSUM_IP4 | TOE_CSUM_TCP4 | TOE_CSUM_UDP4 | TOE_CSUM_IP_OPT)
#define CSUM_TX6 (TOE_CSUM_TCP6 | TOE_CSUM_UDP6 | TOE_CSUM_EXT_HDR)
#define BOTH(x)  ((x) | (uint32_t)(x) << TOE_CSUM_RX_SHIFT)
#define TUN_ALL  (TOE_TUN_IN4 | TOE_TUN_OUT4 | TOE_TUN_IN6 | TOE_TUN_OUT6)
#define TUNNEL   (TUN_ALL | TUN_ALL << 4 | TUN_ALL << 8 | TUN_ALL << 12)

const char toe_settings[] = "capacity=N             connections the card can hold, 0..65536 (16384); 0: no connection offload\n"
                            "ipv4, ipv6=on|off      connection offload over IPv4, IPv6 (on)\n"
                            "exthdr, sack=on|off    connection offload: IPv6 extension headers (off), SACK (on)\n"
                            "llc=on|off             connection offload over LLC/SNAP frames (off)\n"
                            "csum=on|off            all checksum offload (on); csum4, csum6, csumtx, csumrx: a part of it\n"
                            "lso, lso4, lso6=on|off large send offload (on); lsomax=N, lsomin=N: bytes (65536), segments (2)\n"
                            "uso=on|off             UDP segmentation (on); usomax=N bytes (61440); ushort=on|off: short last segment (on)\n"
                            "rsc, rsc4, rsc6=on|off receive coalescing (on)\n"
                            "nvgre, vxlan=on|off    offloads inside tunnels (on); vxlanport=on|off: the port can be set (on)\n"
                            "vlan=on|off            802.1Q tags (on)\n"
                            "rss=N                  receive queues, 0..16 (8)\n"
                            "queues=N               transmit and receive queues, 0..16 (as rss, 1 to 4); 0: moves no packets\n"
                            "link=up|down           running or not; speed=MBIT (100000)\n"
                            "msix=N                 MSI-X vectors, 0..64 (4); 0: interrupts by line          (before power-on)\n"
                            "mac=xx:xx:xx:xx:xx:xx  permanent address                                        (before power-on)\n"
                            "frame=N                largest frame, 1514..9014 (9014)                          (before power-on)\n"
                            "bug=NAME[+NAME]...     reports an offload and does it wrong (none); may be given several times, also\n"
                            "                       while running; bug=none: cured. csum-v4, csum-v6, csum-ip4: sent checksums;\n"
                            "                       lso-ipid, lso-mss, lso-flags, uso-len: segments; rx-csum-good: bad ones are good;\n"
                            "                       rsc-merge, rsc-count: across gaps, miscounted; rss-hash, rss-queue;\n"
                            "                       vlan-strip, vlan-insert: tags are lost; statistics: miscounted\n"
                            "admin=hold|go          running: the firmware stops answering commands, goes on\n"
                            "fatal=N                running: the firmware dies with code N\n"
                            "event=capability       running: announces the capabilities anew though nothing changed\n";

void toe_build_default(struct toe_build *b)
{
	static const uint8_t mac[6] = {0x02, 0xf1, 0xe0, 0x70, 0x31, 0x00};
	*b = (struct toe_build){
	        .csum = BOTH(TOE_CSUM_ALL),
	        .seg = TOE_SEG_LSO4 | TOE_SEG_LSO6 | TOE_SEG_USO4 | TOE_SEG_USO6 | TOE_SEG_USO_SHORT | TOE_SEG_RSC4 | TOE_SEG_RSC6,
	        .frames = TOE_FRAME_802_3 | TOE_FRAME_802_1Q | TOE_FRAME_1Q_OOB,
	        .nvgre = TUNNEL,
	        .vxlan = TUNNEL,
	        .tunnel_header = 256,
	        .tunnel_flags = TOE_TUN_VXLAN_PORT,
	        .rss = 8,
	        .lso_max4 = 65536,
	        .lso_max6 = 65536,
	        .lso_min = 2,
	        .uso_max = 61440,
	        .uso_min = 2,
	        .conn = TOE_CONN_IP4 | TOE_CONN_IP6 | TOE_CONN_SACK,
	        .capacity = TOE_CAPACITY,
	        .conn_frames = TOE_FRAME_802_3,
	        .window = 1u << 20,
	        .vectors = 4,
	        .max_frame = TOE_FRAME_MAX,
	        .link = 1,
	        .speed = 100000,
	};
	memcpy(b->mac, mac, 6);
}

enum kind { BITS, NUMBER, SPECIAL };
struct setting {
	const char *name;
	enum kind kind;
	size_t at;          /* of the uint32_t in toe_build */
	uint32_t bits;      /* BITS */
	uint32_t low, high; /* NUMBER */
	bool live;          /* may change while running */
};
#define B(member) offsetof(struct toe_build, member)
static const struct setting settings[] = {
        {"capacity", NUMBER, B(capacity), 0, 0, TOE_CAPACITY_MAX, true},
        {"ipv4", BITS, B(conn), TOE_CONN_IP4, 0, 0, true},
        {"ipv6", BITS, B(conn), TOE_CONN_IP6, 0, 0, true},
        {"exthdr", BITS, B(conn), TOE_CONN_EXT_HDR, 0, 0, true},
        {"sack", BITS, B(conn), TOE_CONN_SACK, 0, 0, true},
        {"llc", BITS, B(conn_frames), TOE_FRAME_LLC_SNAP, 0, 0, true},
        {"csum", BITS, B(csum), BOTH(TOE_CSUM_ALL), 0, 0, true},
        {"csum4", BITS, B(csum), BOTH(CSUM_TX4), 0, 0, true},
        {"csum6", BITS, B(csum), BOTH(CSUM_TX6), 0, 0, true},
        {"csumtx", BITS, B(csum), TOE_CSUM_ALL, 0, 0, true},
        {"csumrx", BITS, B(csum), (uint32_t)TOE_CSUM_ALL << TOE_CSUM_RX_SHIFT, 0, 0, true},
        {"lso", BITS, B(seg), TOE_SEG_LSO4 | TOE_SEG_LSO6, 0, 0, true},
        {"lso4", BITS, B(seg), TOE_SEG_LSO4, 0, 0, true},
        {"lso6", BITS, B(seg), TOE_SEG_LSO6, 0, 0, true},
        {"uso", BITS, B(seg), TOE_SEG_USO4 | TOE_SEG_USO6, 0, 0, true},
        {"ushort", BITS, B(seg), TOE_SEG_USO_SHORT, 0, 0, true},
        {"rsc", BITS, B(seg), TOE_SEG_RSC4 | TOE_SEG_RSC6, 0, 0, true},
        {"rsc4", BITS, B(seg), TOE_SEG_RSC4, 0, 0, true},
        {"rsc6", BITS, B(seg), TOE_SEG_RSC6, 0, 0, true},
        {"nvgre", BITS, B(nvgre), TUNNEL, 0, 0, true},
        {"vxlan", BITS, B(vxlan), TUNNEL, 0, 0, true},
        {"vxlanport", BITS, B(tunnel_flags), TOE_TUN_VXLAN_PORT, 0, 0, true},
        {"vlan", BITS, B(frames), TOE_FRAME_802_1Q | TOE_FRAME_1Q_OOB, 0, 0, false},
        {"lsomax4", NUMBER, B(lso_max4), 0, 1024, 262144, true},
        {"lsomax6", NUMBER, B(lso_max6), 0, 1024, 262144, true},
        {"lsomin", NUMBER, B(lso_min), 0, 1, 64, true},
        {"usomax", NUMBER, B(uso_max), 0, 1024, 262144, true},
        {"rss", NUMBER, B(rss), 0, 0, 16, false},
        {"msix", NUMBER, B(vectors), 0, 0, TOE_MAX_VECTORS, false},
        {"queues", NUMBER, B(queues), 0, 0, TOE_QUEUES_MAX, false},
        {"frame", NUMBER, B(max_frame), 0, 1514, TOE_FRAME_MAX, false},
        {"speed", NUMBER, B(speed), 0, 10, 800000, true},
};
#undef B

/* Settings that only a running card knows. */
static int live(struct nic *n, const char *name, const char *value, bool *known, struct err *e)
{
	struct toe *t = nic_state(n);
	uint32_t v;
	*known = true;
	if (!strcasecmp(name, "admin")) {
		const int go = !strcasecmp(value, "go") ? 1 : !strcasecmp(value, "hold") ? 0 : nic_setting_switch(value);
		if (go < 0)
			return err_set(e, EINVAL, "admin=%s: hold or go", value);
		t->hold = !go;
		nic_note(n, go ? "firmware goes on" : "firmware answers no commands");
		if (go)
			toe_admin_run(n);
		return 0;
	}
	if (!strcasecmp(name, "fatal")) {
		if (!nic_setting_number(value, &v) || !v)
			return err_set(e, EINVAL, "fatal=%s: a number that is not 0", value);
		nic_note(n, "firmware dies with code %u", v);
		toe_event_post(n, TOE_EVENT_FATAL, &v, 1);
		toe_fatal(n, v);
		return 0;
	}
	if (!strcasecmp(name, "event") && !strcasecmp(value, "capability")) {
		toe_publish(n);
		toe_event_post(n, TOE_EVENT_CAPABILITY, NULL, 0);
		return 0;
	}
	*known = false;
	return 0;
}

int toe_set(struct nic *n, const char *name, const char *value, bool running, struct err *e)
{
	struct toe *t = nic_state(n);
	uint32_t v;
	bool known = false;
	if (!strcasecmp(name, "mac") && !running)
		return nic_setting_mac(value, t->build.mac, e);
	if (running) {
		const int r = live(n, name, value, &known, e);
		if (known)
			return r;
	} else if (!strcasecmp(name, "admin") || !strcasecmp(name, "fatal") || !strcasecmp(name, "event")) {
		return err_set(e, EINVAL, "%s: only a running card can do that: flue nic NAME %s=%s", name, name, value);
	}
	if (!strcasecmp(name, "bug")) {
		const int r = toe_bug_set(t, value, e);
		if (!r && running)
			nic_note(n, "bug=%s", value);
		return r;
	}
	if (!strcasecmp(name, "link")) {
		const int up = nic_setting_switch(value);
		if (up < 0)
			return err_set(e, EINVAL, "link=%s: up or down", value);
		const bool changed = t->build.link != (uint32_t)up;
		t->build.link = (uint32_t)up;
		if (running && changed)
			toe_link_changed(n);
		return 0;
	}
	if (!strcasecmp(name, "lsomax")) {
		const int r = toe_set(n, "lsomax4", value, running, e);
		return r ? r : toe_set(n, "lsomax6", value, running, e);
	}
	for (unsigned i = 0; i < ARRAY_LEN(settings); i++) {
		const struct setting *s = &settings[i];
		if (strcasecmp(s->name, name))
			continue;
		if (running && !s->live)
			return err_set(e, EBUSY, "%s is soldered in: give it with --nic toe,%s=%s", s->name, s->name, value);
		uint32_t *at = (uint32_t *)((char *)&t->build + s->at), before = *at;
		if (s->kind == NUMBER) {
			if (!nic_setting_number(value, &v) || v < s->low || v > s->high)
				return err_set(e, EINVAL, "%s=%s: a number from %u to %u", name, value, s->low, s->high);
			*at = v;
			if (at == &t->build.queues)
				t->build.queues_set = true;
		} else {
			const int on = nic_setting_switch(value);
			if (on < 0)
				return err_set(e, EINVAL, "%s=%s: on or off", name, value);
			*at = on ? *at | s->bits : *at & ~s->bits;
		}
		if (!running || *at == before)
			return 0;
		if (at == &t->build.speed) {
			toe_link_changed(n);
			return 0;
		}
		nic_note(n, "firmware: %s is now %s", name, value);
		toe_publish(n);
		toe_event_post(n, TOE_EVENT_CAPABILITY, NULL, 0);
		return 0;
	}
	return err_set(e, EINVAL, "toe has no setting '%s'; it knows:\n%s", name, toe_settings);
}

static json_t *mac_text(const uint8_t *m)
{
	return json_sprintf("%02x:%02x:%02x:%02x:%02x:%02x", m[0], m[1], m[2], m[3], m[4], m[5]);
}

json_t *toe_show(struct nic *n)
{
	const struct toe *t = nic_state(n);
	const struct toe_setup *s = &t->setup;
	json_t *set = json_object();
	for (unsigned i = 0; i < ARRAY_LEN(settings); i++) {
		uint32_t v = *(const uint32_t *)((const char *)&t->build + settings[i].at);
		if (settings[i].at == offsetof(struct toe_build, queues))
			v = toe_queue_count(&t->build);
		if (settings[i].kind == NUMBER)
			json_object_set_new(set, settings[i].name, json_sprintf("%u", v));
		else
			json_object_set_new(set, settings[i].name,
			                    json_string((v & settings[i].bits) == settings[i].bits ? "on"
			                                : v & settings[i].bits                     ? "partly"
			                                                                           : "off"));
	}
	json_object_set_new(set, "link", json_string(t->build.link ? "up" : "down"));
	json_object_set_new(set, "mac", mac_text(t->build.mac));
	char bugs[256];
	toe_bug_text(t, bugs, sizeof bugs);
	json_object_set_new(set, "bug", json_string(bugs));
	json_t *config = json_pack(
	        "{s:I,s:I,s:I,s:I,s:I,s:[IIII],s:I,s:I,s:I,s:b,s:I,s:I,s:o,s:I,s:I}", "csum", (json_int_t)s->offloads.csum, "seg",
	        (json_int_t)s->offloads.seg, "nvgre", (json_int_t)s->offloads.nvgre, "vxlan", (json_int_t)s->offloads.vxlan, "vxlan_port",
	        (json_int_t)s->offloads.vxlan_port, "encapsulation", (json_int_t)s->encapsulation[0], (json_int_t)s->encapsulation[1],
	        (json_int_t)s->encapsulation[2], (json_int_t)s->encapsulation[3], "connection", (json_int_t)s->connection.enable,
	        "ticks_per_second", (json_int_t)s->connection.ticks_per_second, "duplicate_acks", (json_int_t)s->connection.duplicate_acks,
	        "rss", (int)s->rss.enable, "filter", (json_int_t)s->filter, "multicast", (json_int_t)s->multicast_count, "mac",
	        mac_text(s->mac), "moderation_us", (json_int_t)s->moderation_us, "acknowledged", (json_int_t)s->acknowledged);
	const struct toe_statistics *c = &t->statistics;
	json_t *traffic =
	        json_pack("{s:[III],s:[III],s:[III],s:[III],s:I,s:I,s:I,s:I,s:I,s:I,s:I,s:I,s:I,s:I}", "sent", (json_int_t)c->tx_frames[0],
	                  (json_int_t)c->tx_frames[1], (json_int_t)c->tx_frames[2], "sent_bytes", (json_int_t)c->tx_bytes[0],
	                  (json_int_t)c->tx_bytes[1], (json_int_t)c->tx_bytes[2], "received", (json_int_t)c->rx_frames[0],
	                  (json_int_t)c->rx_frames[1], (json_int_t)c->rx_frames[2], "received_bytes", (json_int_t)c->rx_bytes[0],
	                  (json_int_t)c->rx_bytes[1], (json_int_t)c->rx_bytes[2], "tx_discards", (json_int_t)c->tx_discards, "tx_errors",
	                  (json_int_t)c->tx_errors, "rx_discards", (json_int_t)c->rx_discards, "rx_errors", (json_int_t)c->rx_errors,
	                  "rsc_packets", (json_int_t)c->rsc_packets, "rsc_bytes", (json_int_t)c->rsc_bytes, "rsc_events",
	                  (json_int_t)c->rsc_events, "rsc_aborts", (json_int_t)c->rsc_aborts, "queue_interrupts",
	                  (json_int_t)t->traffic.interrupts, "doorbells", (json_int_t)t->traffic.kicks);
	json_t *queues = json_array();
	for (unsigned i = 0; i < TOE_QUEUES_MAX; i++) {
		const struct toe_tx_queue *tx = &t->traffic.tx[i];
		const struct toe_rx_queue *rx = &t->traffic.rx[i];
		if (tx->on)
			json_array_append_new(queues, json_pack("{s:s,s:i,s:I,s:I,s:I}", "type", "transmit", "index", (int)i, "entries",
			                                        (json_int_t)tx->entries, "vector", (json_int_t)tx->vector, "packets",
			                                        (json_int_t)tx->packets));
		if (rx->on)
			json_array_append_new(queues, json_pack("{s:s,s:i,s:I,s:I,s:I}", "type", "receive", "index", (int)i, "entries",
			                                        (json_int_t)rx->entries, "vector", (json_int_t)rx->vector, "packets",
			                                        (json_int_t)rx->packets));
	}
	json_object_set_new(traffic, "queues", queues);
	return json_pack("{s:o,s:o,s:o,s:I,s:I,s:I,s:s,s:b,s:I}", "settings", set, "enabled", config, "traffic", traffic, "generation",
	                 (json_int_t)t->generation, "commands", (json_int_t)t->commands, "events", (json_int_t)t->events, "firmware",
	                 t->fatal                       ? "fatal"
	                 : t->control & TOE_CONTROL_RUN ? "running"
	                                                : "ready",
	                 "held", t->hold, "fatal_code", (json_int_t)t->fatal);
}
