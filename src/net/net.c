/*
 * A netdev: made once, configured whenever the driver's report changes, served while a machine runs.
 *
 * Order of a change: what Linux may no longer ask for is taken from it first (TUNSETOFFLOAD takes effect at once, in 7 us), then sizes,
 * MAC, MTU, queues; what it newly may ask for comes last. Frames that were on their way under the old promise are finished by the machine's
 * host stack in software.
 *
 * The truth about MAC and MTU is the driver's. What a user sets with `ip link` is compared to it (by asking the kernel, never by an event's
 * content: events may be older than our own last change), told to the driver, and put back if the driver refuses.
 */
#include "net/internal.h"
#include <fcntl.h>
#include <linux/if_tun.h>
#include <net/if.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

#ifndef TUN_F_USO4
#define TUN_F_USO4 0x20
#define TUN_F_USO6 0x40
#endif
#define GSO_MOST   65536u /* a super-frame's length is 16 bits in IPv4 and in the port's slots */
#define CARRIER_MS 100
#define V4_BYTES   54u /* Ethernet, IPv4 and TCP headers without options: what gso_max_size counts and MaxOffLoadSize does not */
#define V6_BYTES   74u

enum { NOTE_USO, NOTE_GSO, NOTE_CSUM, NOTE_LINK, NOTE_BACK, NOTE_WATCH };

void net_note(struct net *n, unsigned slot, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(n->note[slot], sizeof(n->note[slot]), fmt, ap);
	va_end(ap);
}
int net_open(const struct net_options *o, struct net **out, struct err *e)
{
	struct net *n = calloc(1, sizeof(*n));
	int r;

	*out = NULL;
	if (!n)
		return err_set(e, ENOMEM, "out of memory");
	n->o = *o;
	pthread_mutex_init(&n->frames, NULL);
	n->stop_fd = n->watch_fd = -1;
	for (unsigned q = 0; q < PORT_QUEUES; q++)
		n->tap[q] = -1;
	if (strlen(o->name) > 15) {
		r = err_set(e, ENAMETOOLONG, "'%s' is too long for a network interface (15 bytes): --netdev NAME", o->name);
		goto failed;
	}
	n->queues = o->queues < 1 ? 1 : o->queues > PORT_QUEUES ? PORT_QUEUES : o->queues;
	snprintf(n->name, sizeof(n->name), "%s", o->name);
	if (o->tap_fd >= 0) {
		n->queues = 1;
		n->tap[0] = o->tap_fd;
		r = tap_take(o->tap_fd, n->name, e);
	} else {
		r = net_tap_open(n->name, n->queues, n->tap, e);
	}
	if (r)
		goto failed;
	for (unsigned q = 1; q < n->queues; q++) /* until a driver with RSS wants them */
		tap_queue(n->tap[q], false);
	atomic_store(&n->active, 1);
	n->ifindex = (int)if_nametoindex(n->name);
	n->foreign = n->ifindex == 0;
	if (n->foreign)
		net_note(n, NOTE_LINK, "the interface is in another network namespace: its MAC and MTU are not ours to set");
	if (o->tap_fd < 0 && tap_carrier(n->tap[0], false))
		net_note(n, NOTE_LINK, "carrier can't be switched off: %s", strerror(errno));
	n->stop_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	if (n->stop_fd < 0) {
		r = err_set(e, errno, "no descriptor: %s", strerror(errno));
		goto failed;
	}
	if (!n->foreign) {
		n->watch_fd = link_watch();
		if (n->watch_fd < 0)
			net_note(n, NOTE_WATCH, "changes made by ip(8) are not seen: %s", strerror(-n->watch_fd));
		if (o->address4 && (r = net_link_address(n->name, o->address4, e)))
			goto failed;
		if (o->address6 && (r = net_link_address(n->name, o->address6, e)))
			goto failed;
		if ((o->address4 || o->address6) && (r = net_link_up(n->name, e)))
			goto failed;
	}
	*out = n;
	return 0;
failed:
	net_close(n);
	return r;
}
void net_close(struct net *n)
{
	if (!n)
		return;
	net_detach(n);
	for (unsigned q = 0; q < PORT_QUEUES; q++)
		if (n->tap[q] >= 0)
			close(n->tap[q]);
	if (n->watch_fd >= 0)
		close(n->watch_fd);
	if (n->stop_fd >= 0)
		close(n->stop_fd);
	free(n);
}
int net_attach(struct net *n, const struct port_lab *p, struct err *e)
{
	int r;

	net_detach(n);
	n->port = malloc(sizeof(*n->port));
	if (!n->port)
		return err_set(e, ENOMEM, "out of memory");
	*n->port = *p;
	r = pump_start(n, e);
	if (r) {
		free(n->port);
		n->port = NULL;
	}
	return r;
}
void net_detach(struct net *n)
{
	if (!n || !n->port)
		return;
	pump_stop(n);
	free(n->port);
	n->port = NULL;
}

/* ---- configuration */
static uint32_t room(uint32_t payload, uint32_t headers)
{
	/* "less than gso_max_size", so one more; 0: this family is segmented in software, no limit of ours */
	return !payload || payload + headers + 1 > GSO_MOST ? GSO_MOST : payload + headers + 1;
}
static void set_offload(struct net *n, const struct port_net *c)
{
	struct err e = {0};
	unsigned set = 0;

	if (net_tap_offload(n->tap[0], c, &set, &e)) {
		net_note(n, NOTE_CSUM, "%.150s", e.text);
		return;
	}
	n->offload = set;
	if ((c->uso4 || c->uso6) && !(set & TUN_F_USO4))
		net_note(n, NOTE_USO,
		         c->uso4 && c->uso6 ? "UDP segmentation: not in this kernel's TAP (Linux 6.2)"
		                            : "UDP segmentation: Linux's TAP knows it for both IP versions or none");
	else
		n->note[NOTE_USO][0] = 0;
	if (c->csum4 != c->csum6)
		net_note(n, NOTE_CSUM, "checksums for %s are made in software: Linux's TAP knows no single family",
		         c->csum4 ? "IPv6" : "IPv4");
	else
		n->note[NOTE_CSUM][0] = 0;
}
static void shrink(struct net *n, const struct port_net *c)
{
	struct port_net both = n->now;

	if (!n->configured)
		memset(&both, 0, sizeof(both));
	both.csum4 &= c->csum4;
	both.csum6 &= c->csum6;
	both.tso4 = c->tso4 ? both.tso4 : 0;
	both.tso6 = c->tso6 ? both.tso6 : 0;
	both.uso4 = c->uso4 ? both.uso4 : 0;
	both.uso6 = c->uso6 ? both.uso6 : 0;
	set_offload(n, &both);
}
static void set_link(struct net *n, const struct port_net *c)
{
	struct link_state s;
	uint32_t v4 = room(c->tso4 ? c->tso4 : c->uso4, V4_BYTES), v6 = room(c->tso6 ? c->tso6 : c->uso6, V6_BYTES);
	int r = link_get(n->ifindex, &s);

	if (r) {
		net_note(n, NOTE_LINK, "%s: %s", n->name, strerror(-r));
		return;
	}
	n->note[NOTE_LINK][0] = 0;
	if (v4 != n->gso4 || v6 != n->gso6) {
		r = link_set_gso(n->ifindex, v4, v6);
		if (r == -EOPNOTSUPP)
			net_note(n, NOTE_GSO, "gso_max_size: one for both IP versions before Linux 6.3");
		else if (r)
			net_note(n, NOTE_GSO, "gso_max_size can't be set: %s; larger packets are segmented in software", strerror(-r));
		else
			n->note[NOTE_GSO][0] = 0;
		n->gso4 = r && r != -EOPNOTSUPP ? 0 : v4;
		n->gso6 = r && r != -EOPNOTSUPP ? 0 : v6;
	}
	if (memcmp(s.mac, c->mac, 6) && !(c->mac[0] & 1) && memcmp(c->mac, "\0\0\0\0\0", 6) && (r = link_set_mac(n->ifindex, c->mac)))
		net_note(n, NOTE_LINK, "the driver's MAC address can't be set: %s", strerror(-r));
	if (c->mtu && s.mtu != c->mtu && (r = link_set_mtu(n->ifindex, c->mtu)))
		net_note(n, NOTE_LINK, "the driver's MTU %u can't be set: %s", c->mtu, strerror(-r));
	if (c->speed)
		tap_speed(n->name, c->speed);
}
static void set_queues(struct net *n, unsigned want)
{
	unsigned have = atomic_load(&n->active);
	uint64_t one = 1;

	want = want < 1 ? 1 : want > n->queues ? n->queues : want;
	for (; have < want && !tap_queue(n->tap[have], true); have++)
		;
	if (have > want) {
		atomic_store(&n->active, want); /* the thread leaves them first */
		while (have > want)
			tap_queue(n->tap[--have], false);
	}
	atomic_store(&n->active, have);
	if (n->port && write(n->stop_fd, &one, sizeof(one)) < 0)
		log_line(LOG_DEBUG, "queues: %s", strerror(errno));
}
/* Linux lets packets through a moment after the carrier is there (its link watch is a work item): who is told that the NIC is up should be
 * able to send. */
static void await_running(struct net *n)
{
	struct link_state s;

	for (int i = 0; i < CARRIER_MS && !link_get(n->ifindex, &s) && s.flags & IFF_UP && !(s.flags & IFF_RUNNING); i++)
		usleep(1000);
}
void net_config(struct net *n, const struct port_net *c)
{
	shrink(n, c);
	if (!n->foreign)
		set_link(n, c);
	if (c->queues && c->queues != atomic_load(&n->active))
		set_queues(n, c->queues);
	set_offload(n, c);
	if (!n->configured || c->link != n->now.link) {
		tap_carrier(n->tap[0], c->link);
		if (c->link && !n->foreign)
			await_running(n);
	}
	n->now = *c;
	n->configured = true;
}

/* ---- the user's changes */
int net_fd(const struct net *n)
{
	return n->watch_fd;
}
bool net_take(struct net *n, bool all, struct net_user *out)
{
	struct link_state s;

	memset(out, 0, sizeof(*out));
	if (n->watch_fd >= 0)
		link_watch_empty(n->watch_fd);
	if (n->foreign || !n->configured || link_get(n->ifindex, &s))
		return false;
	memcpy(out->mac, s.mac, 6);
	out->mtu = s.mtu;
	out->mac_set = memcmp(s.mac, n->now.mac, 6) != 0;
	out->mtu_set = n->now.mtu && s.mtu != n->now.mtu;
	out->promisc = s.promisc;
	out->allmulti = s.allmulti;
	if (link_multicast(n->ifindex, out->multicast, NET_MULTICAST, &out->multicast_count) || out->multicast_count > NET_MULTICAST) {
		out->allmulti = true;
		out->multicast_count = out->multicast_count > NET_MULTICAST ? NET_MULTICAST : out->multicast_count;
	}
	out->filter_set = all || out->promisc != n->told.promisc || out->allmulti != n->told.allmulti ||
	                  out->multicast_count != n->told.multicast_count ||
	                  memcmp(out->multicast, n->told.multicast, sizeof(out->multicast));
	if (out->filter_set)
		n->told = *out;
	return out->mac_set || out->mtu_set || out->filter_set;
}
void net_put_back(struct net *n, const char *why)
{
	set_link(n, &n->now);
	net_note(n, NOTE_BACK, "%.150s", why);
}
int net_ifindex(const struct net *n)
{
	return n->ifindex;
}
const char *net_name(const struct net *n)
{
	return n->name;
}

/* ---- show */
static json_t *number(uint64_t v)
{
	return json_integer((json_int_t)v);
}
json_t *net_show(struct net *n)
{
	static const struct {
		unsigned bit;
		const char *name;
	} names[] = {{TUN_F_CSUM, "csum"}, {TUN_F_TSO4, "tso4"}, {TUN_F_TSO6, "tso6"}, {TUN_F_USO4, "uso4"}, {TUN_F_USO6, "uso6"}};
	struct net_counters *c = &n->count;
	json_t *j = json_object(), *offload = json_array(), *notes = json_array();
	struct link_state s;
	char mac[18];

	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (n->offload & names[i].bit)
			json_array_append_new(offload, json_string(names[i].name));
	for (unsigned i = 0; i < NET_NOTES; i++)
		if (*n->note[i])
			json_array_append_new(notes, json_string(n->note[i]));
	json_object_set_new(j, "name", json_string(n->name));
	json_object_set_new(j, "ifindex", json_integer(n->ifindex));
	if (!n->foreign && !link_get(n->ifindex, &s)) {
		snprintf(mac, sizeof(mac), "%02x:%02x:%02x:%02x:%02x:%02x", s.mac[0], s.mac[1], s.mac[2], s.mac[3], s.mac[4], s.mac[5]);
		json_object_set_new(j, "mac", json_string(mac));
		json_object_set_new(j, "mtu", json_integer(s.mtu));
		json_object_set_new(j, "up", json_boolean(s.flags & IFF_UP));
		json_object_set_new(j, "carrier", json_boolean(s.carrier));
		json_object_set_new(j, "linux",
		                    json_pack("{s:o,s:o,s:o,s:o,s:o,s:o,s:o,s:o}", "rx_packets", number(s.rx_packets), "rx_bytes",
		                              number(s.rx_bytes), "rx_dropped", number(s.rx_dropped), "rx_errors", number(s.rx_errors),
		                              "tx_packets", number(s.tx_packets), "tx_bytes", number(s.tx_bytes), "tx_dropped",
		                              number(s.tx_dropped), "tx_errors", number(s.tx_errors)));
	}
	json_object_set_new(j, "offloads", offload);
	json_object_set_new(j, "gso_max_size", json_integer(n->gso6));
	json_object_set_new(j, "gso_ipv4_max_size", json_integer(n->gso4));
	json_object_set_new(j, "queues", json_integer((json_int_t)atomic_load(&n->active)));
	json_object_set_new(j, "attached", json_boolean(n->port != NULL));
	json_object_set_new(j, "sent", number(c->tx));
	json_object_set_new(j, "sent_bytes", number(c->tx_bytes));
	json_object_set_new(j, "sent_super", number(c->gso_tx));
	json_object_set_new(j, "received", number(c->rx));
	json_object_set_new(j, "received_bytes", number(c->rx_bytes));
	json_object_set_new(j, "received_super", number(c->gso_rx));
	json_object_set_new(j, "dropped", number(c->rx_dropped + c->vlan_dropped));
	json_object_set_new(j, "no_slot", number(c->full));
	json_object_set_new(j, "wakes", number(c->wakes));
	json_object_set_new(j, "turns", number(c->turns));
	if (n->port) {
		json_object_set_new(j, "port_kicks", number(atomic_load(&n->port->shared->kicks)));
		json_object_set_new(j, "port_wakes", number(atomic_load(&n->port->shared->wakes)));
		if (n->port->broken)
			json_object_set_new(j, "broken", json_string(n->port->why));
	}
	json_object_set_new(j, "notes", notes);
	return j;
}
