/*
 * virtio-net, from outside: features (1.2, 5.1.3) and the settings of --nic and of `flue nic NAME=VALUE`. A feature that is switched off
 * takes with it those that need it: the device must not offer a feature without what it requires (1.2, 2.2, 5.1.3.1).
 */
#include "hw/virtio_net/vnet.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

const char vnet_settings[] =
        "csum, guestcsum=on|off     checksums of what is sent, of what is received, may be left to the other side (on)\n"
        "tso, tso4, tso6=on|off     TCP segmentation of what is sent (on)\n"
        "guesttso, guesttso4, guesttso6=on|off   super-frames may be received (on)\n"
        "ecn, guestecn=on|off       segmentation of TCP with ECN (on)\n"
        "mrg=on|off                 a frame may lie in several receive buffers (on)\n"
        "indirect, eventidx=on|off  rings: indirect descriptors, notification thresholds (on)\n"
        "status=on|off              link state in the device configuration (on)\n"
        "ctrl=on|off                control queue (on), and what needs it: ctrlrx, ctrlrxextra, ctrlmac\n"
        "version1=on|off            VERSION_1 (on); off: no driver can start the device\n"
        "mac=on|off|xx:xx:xx:xx:xx:xx  has an address, and which (02:f1:e0:1a:f4:00)\n"
        "mtu=off|N                  largest frame without its headers, 68..65521 (1500)\n"
        "speed=off|MBIT             speed and duplex in the device configuration (100000)\n"
        "pairs=N                    queue pairs, 1..8 (1); more than one: MQ\n"
        "ring=N                     entries of the largest ring, a power of two, 8..1024 (256)\n"
        "msix=N                     MSI-X vectors, 0..64 (a pair's two, and two); 0: interrupts by line\n"
        "link=up|down               running or not: the only one that changes while the device runs, with speed\n";

/* `needs` any of these features; 0: none. */
struct feature {
	const char *name, *text;
	unsigned bit;
	uint64_t needs;
};
#define F(f) VNET_BIT(VIRTIO_NET_F_##f)
static const struct feature features[] = {
        {"csum", "CSUM", VIRTIO_NET_F_CSUM, 0},
        {"guestcsum", "GUEST_CSUM", VIRTIO_NET_F_GUEST_CSUM, 0},
        {"mtu", "MTU", VIRTIO_NET_F_MTU, 0},
        {"mac", "MAC", VIRTIO_NET_F_MAC, 0},
        {"guesttso4", "GUEST_TSO4", VIRTIO_NET_F_GUEST_TSO4, F(GUEST_CSUM)},
        {"guesttso6", "GUEST_TSO6", VIRTIO_NET_F_GUEST_TSO6, F(GUEST_CSUM)},
        {"guestecn", "GUEST_ECN", VIRTIO_NET_F_GUEST_ECN, F(GUEST_TSO4) | F(GUEST_TSO6)},
        {"tso4", "HOST_TSO4", VIRTIO_NET_F_HOST_TSO4, F(CSUM)},
        {"tso6", "HOST_TSO6", VIRTIO_NET_F_HOST_TSO6, F(CSUM)},
        {"ecn", "HOST_ECN", VIRTIO_NET_F_HOST_ECN, F(HOST_TSO4) | F(HOST_TSO6)},
        {"mrg", "MRG_RXBUF", VIRTIO_NET_F_MRG_RXBUF, 0},
        {"status", "STATUS", VIRTIO_NET_F_STATUS, 0},
        {"ctrl", "CTRL_VQ", VIRTIO_NET_F_CTRL_VQ, 0},
        {"ctrlrx", "CTRL_RX", VIRTIO_NET_F_CTRL_RX, F(CTRL_VQ)},
        {"ctrlrxextra", "CTRL_RX_EXTRA", VIRTIO_NET_F_CTRL_RX_EXTRA, F(CTRL_VQ)},
        {"ctrlmac", "CTRL_MAC_ADDR", VIRTIO_NET_F_CTRL_MAC_ADDR, F(CTRL_VQ)},
        {"mq", "MQ", VIRTIO_NET_F_MQ, F(CTRL_VQ)},
        {"indirect", "INDIRECT_DESC", VIRTIO_RING_F_INDIRECT_DESC, 0},
        {"eventidx", "EVENT_IDX", VIRTIO_RING_F_EVENT_IDX, 0},
        {"version1", "VERSION_1", VIRTIO_F_VERSION_1, 0},
        {"speed", "SPEED_DUPLEX", VIRTIO_NET_F_SPEED_DUPLEX, 0},
};
static const struct group {
	const char *name;
	uint64_t bits;
} groups[] = {{"tso", F(HOST_TSO4) | F(HOST_TSO6)}, {"guesttso", F(GUEST_TSO4) | F(GUEST_TSO6)}};

void vnet_build_default(struct vnet_build *b)
{
	static const uint8_t mac[6] = {0x02, 0xf1, 0xe0, 0x1a, 0xf4, 0x00};
	*b = (struct vnet_build){.vectors = 4, .pairs = 1, .ring = 256, .mtu = 1500, .speed = 100000, .link = 1};
	memcpy(b->mac, mac, 6);
	for (unsigned i = 0; i < ARRAY_LEN(features); i++)
		b->features |= VNET_BIT(features[i].bit);
}

uint64_t vnet_offered(const struct vnet_build *b)
{
	uint64_t offered = b->features & ~(b->pairs > 1 ? 0 : F(MQ));
	for (unsigned i = 0; i < ARRAY_LEN(features); i++) /* what is needed stands before what needs it */
		if (features[i].needs && !(offered & features[i].needs))
			offered &= ~VNET_BIT(features[i].bit);
	return offered;
}

const char *vnet_lacks(uint64_t accepted, char *text, size_t max)
{
	for (unsigned i = 0; i < ARRAY_LEN(features); i++) {
		const struct feature *f = &features[i];
		if (!(accepted & VNET_BIT(f->bit)) || !f->needs || (accepted & f->needs))
			continue;
		const char *need = "";
		for (unsigned k = 0; k < ARRAY_LEN(features); k++)
			if (f->needs & VNET_BIT(features[k].bit))
				need = features[k].text;
		snprintf(text, max, "%s without %s", f->text, need);
		return text;
	}
	return NULL;
}

/* ----------------------------------------------------------------------------------------------------------------------- setting */
static int set_number(uint32_t *to, const char *name, const char *value, uint32_t low, uint32_t high, struct err *e)
{
	uint32_t v;
	if (!nic_setting_number(value, &v) || v < low || v > high)
		return err_set(e, EINVAL, "%s=%s: a number from %u to %u", name, value, low, high);
	*to = v;
	return 0;
}

static int set_mac(struct vnet_build *b, const char *value, struct err *e)
{
	const int r = nic_setting_mac(value, b->mac, e);
	if (r)
		return r;
	b->features |= F(MAC);
	return 0;
}

/* The settings with a number in them. -ENOENT: none of them. */
static int set_value(struct vnet_build *b, const char *name, const char *value, struct err *e)
{
	uint32_t v = 0;
	int r;
	if (!strcasecmp(name, "mac"))
		return set_mac(b, value, e);
	if (!strcasecmp(name, "mtu")) {
		b->features |= F(MTU);
		return set_number(&b->mtu, name, value, 68, 65521, e);
	}
	if (!strcasecmp(name, "speed")) {
		b->features |= F(SPEED_DUPLEX);
		return set_number(&b->speed, name, value, 10, INT32_MAX, e);
	}
	if (!strcasecmp(name, "pairs")) {
		r = set_number(&b->pairs, name, value, 1, VNET_PAIRS, e);
		if (!r && b->vectors)
			b->vectors = 2 * b->pairs + 2;
		return r;
	}
	if (!strcasecmp(name, "msix"))
		return set_number(&b->vectors, name, value, 0, BUS_VECTORS, e);
	if (!strcasecmp(name, "ring")) {
		r = set_number(&v, name, value, VNET_RING_MIN, VNET_RING_MAX, e);
		if (!r && (v & (v - 1)))
			r = err_set(e, EINVAL, "ring=%s: a power of two", value);
		if (!r)
			b->ring = v;
		return r;
	}
	return -ENOENT;
}

static int set_live(struct nic *n, const char *name, const char *value, struct err *e)
{
	struct vnet *v = nic_state(n);
	int r;
	if (strcasecmp(name, "speed"))
		return err_set(e, EBUSY, "%s is soldered in: give it with --nic virtio-net,%s=%s", name, name, value);
	r = set_number(&v->build.speed, name, value, 10, INT32_MAX, e);
	if (!r)
		vnet_config_changed(n);
	return r;
}

static int unknown(const char *name, struct err *e)
{
	return err_set(e, EINVAL, "virtio-net has no setting '%s'; it knows:\n%s", name, vnet_settings);
}

int vnet_set(struct nic *n, const char *name, const char *value, bool running, struct err *e)
{
	struct vnet *v = nic_state(n);
	struct vnet_build *b = &v->build;
	const int on = nic_setting_switch(value);
	uint64_t bits = 0;
	if (!strcasecmp(name, "link")) {
		if (on < 0)
			return err_set(e, EINVAL, "link=%s: up or down", value);
		const bool changed = b->link != (uint32_t)on;
		b->link = (uint32_t)on;
		if (running && changed) {
			nic_note(n, "link %s", on ? "up" : "down");
			vnet_config_changed(n);
		}
		return 0;
	}
	for (unsigned i = 0; i < ARRAY_LEN(features); i++)
		if (!strcasecmp(name, features[i].name))
			bits = VNET_BIT(features[i].bit);
	for (unsigned i = 0; i < ARRAY_LEN(groups); i++)
		if (!strcasecmp(name, groups[i].name))
			bits = groups[i].bits;
	if (running) {
		struct vnet_build copy = *b;
		if (!bits && set_value(&copy, name, value, NULL) == -ENOENT)
			return unknown(name, e);
		return set_live(n, name, value, e);
	}
	/* a switch, unless it is a number that is meant: pairs=1, msix=0 */
	if (bits && on >= 0) {
		b->features = on ? b->features | bits : b->features & ~bits;
		return 0;
	}
	const int r = set_value(b, name, value, e);
	if (r != -ENOENT)
		return r;
	return bits ? err_set(e, EINVAL, "%s=%s: on or off", name, value) : unknown(name, e);
}

/* ----------------------------------------------------------------------------------------------------------------------- showing */
static json_t *mac_text(const uint8_t *m)
{
	return json_sprintf("%02x:%02x:%02x:%02x:%02x:%02x", m[0], m[1], m[2], m[3], m[4], m[5]);
}

static json_t *names(uint64_t bits)
{
	json_t *list = json_array();
	for (unsigned i = 0; i < ARRAY_LEN(features); i++)
		if (bits & VNET_BIT(features[i].bit))
			json_array_append_new(list, json_string(features[i].text));
	return list;
}

static json_t *settings(const struct vnet_build *b)
{
	json_t *set = json_object();
	for (unsigned i = 0; i < ARRAY_LEN(features); i++)
		if (strcmp(features[i].name, "mq"))
			json_object_set_new(set, features[i].name, json_string(b->features & VNET_BIT(features[i].bit) ? "on" : "off"));
	if (b->features & F(MAC))
		json_object_set_new(set, "mac", mac_text(b->mac));
	if (b->features & F(MTU))
		json_object_set_new(set, "mtu", json_sprintf("%u", b->mtu));
	if (b->features & F(SPEED_DUPLEX))
		json_object_set_new(set, "speed", json_sprintf("%u", b->speed));
	json_object_set_new(set, "pairs", json_sprintf("%u", b->pairs));
	json_object_set_new(set, "ring", json_sprintf("%u", b->ring));
	json_object_set_new(set, "msix", json_sprintf("%u", b->vectors));
	json_object_set_new(set, "link", json_string(b->link ? "up" : "down"));
	return set;
}

json_t *vnet_show(struct nic *n)
{
	const struct vnet *v = nic_state(n);
	const struct vnet_statistics *s = &v->statistics;
	json_t *queues = json_array(), *traffic = json_object();
	const struct {
		const char *name;
		uint64_t value;
	} counts[] = {{"sent", s->tx_frames},
	              {"sent_bytes", s->tx_bytes},
	              {"tx_errors", s->tx_errors},
	              {"received", s->rx_frames},
	              {"received_bytes", s->rx_bytes},
	              {"rx_discards", s->rx_discards},
	              {"rx_errors", s->rx_errors},
	              {"rx_filtered", s->rx_filtered},
	              {"commands", s->commands},
	              {"commands_refused", s->commands_refused},
	              {"queue_interrupts", s->interrupts},
	              {"config_interrupts", s->config_interrupts}};
	for (unsigned i = 0; i < ARRAY_LEN(counts); i++)
		json_object_set_new(traffic, counts[i].name, json_integer((json_int_t)counts[i].value));
	for (unsigned i = 0; i < vnet_queues(v); i++) {
		const struct vnet_queue *q = &v->queue[i];
		if (q->enabled)
			json_array_append_new(queues, json_pack("{s:s,s:i,s:i,s:i,s:I,s:I}", "type", vnet_queue_name(v, i), "index", (int)i,
			                                        "entries", (int)q->size, "vector",
			                                        q->vector == VIRTIO_MSI_NO_VECTOR ? -1 : (int)q->vector, "chains",
			                                        (json_int_t)q->chains, "kicks", (json_int_t)q->kicks));
	}
	json_object_set_new(traffic, "queues", queues);
	const char *state = v->status & VIRTIO_CONFIG_S_NEEDS_RESET   ? "needs reset"
	                    : v->status & VIRTIO_CONFIG_S_FAILED      ? "failed by the driver"
	                    : v->status & VIRTIO_CONFIG_S_DRIVER_OK   ? "running"
	                    : v->status & VIRTIO_CONFIG_S_FEATURES_OK ? "features ok"
	                    : v->status                               ? "found"
	                                                              : "reset";
	return json_pack("{s:o,s:o,s:o,s:s,s:b,s:o,s:o}", "settings", settings(&v->build), "offered", names(v->offered), "accepted",
	                 names(v->features), "device", state, "promiscuous", v->filter.promiscuous, "mac", mac_text(v->filter.mac),
	                 "traffic", traffic);
}
