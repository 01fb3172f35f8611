/*
 * See netdev.h. Everything here runs on the lab's main thread; the netdev's data path is src/net's own.
 *
 * With --lab the main thread (and every thread made after) is in the host's network namespace. The wire is opened while the main thread
 * visits the peer's: a TAP belongs to the namespace it was made in, whoever reads it.
 *
 * What a user sets (MAC, MTU, promiscuous mode, memberships) goes down as MM_NET_SET; one is under way at a time, and when its answer has
 * come the interface is looked at again, so that a burst of changes costs few requests and the last one always wins.
 */
#include "lab/netdev.h"
#include "lab/lab_internal.h"
#include "lab/spaces.h"
#include "net/conns.h"
#include "net/net.h"
#include "net/outer.h"
#include "wire/wire.h"
#include <arpa/inet.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define PEER_NETDEV "eth0"

struct lab_netdev {
	struct spaces spaces;
	struct net *net;
	struct outer *outer; /* connects to forward targets, in the caller's network namespace */
	struct conns *conns;
	struct wire *wire;   /* the NIC's */
	char directory[200]; /* where links meet */
	char peer[16];       /* its TAP in the peer's namespace, "" none */
	char address[4][64]; /* host 4, 6; peer 4, 6 */
	bool plugged;        /* the wire is the NIC's */
	bool running, asked, again;
	bool link_asked; /* the request under way is about MAC or MTU, which can be put back; else only the filter */
};

bool lab_netdev_wanted(const struct lab_options *o)
{
	if (o->netdev && !strcmp(o->netdev, "none"))
		return false;
	return o->lab || o->wire || o->netdev || o->tap_fd || o->wire_fd;
}
struct net *lab_netdev_net(const struct lab *l)
{
	return l->netdev ? l->netdev->net : NULL;
}

/* ---- making it */
static int usage(struct lab_error *e, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
static int usage(struct lab_error *e, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(e->e.text, sizeof(e->e.text), fmt, ap);
	va_end(ap);
	e->e.code = -EINVAL;
	snprintf(e->klass, sizeof(e->klass), "usage");
	return -EINVAL;
}
/* The address after `own`, with its prefix: the peer's. */
static int next_address(const char *own, char *out, size_t max)
{
	char text[64], shown[64];
	uint8_t raw[16];
	int family = strchr(own, ':') ? AF_INET6 : AF_INET, n = family == AF_INET6 ? 16 : 4;
	const char *slash = strchr(own, '/');

	snprintf(text, sizeof(text), "%.*s", slash ? (int)(slash - own) : 60, own);
	if (!slash || inet_pton(family, text, raw) != 1)
		return -EINVAL;
	while (n-- > 0 && ++raw[n] == 0)
		;
	if (!inet_ntop(family, raw, shown, sizeof(shown)))
		return -EINVAL;
	if ((size_t)snprintf(out, max, "%s%s", shown, slash) >= max)
		return -EINVAL;
	return 0;
}
static int addresses(struct lab *l, struct lab_netdev *n, struct lab_error *e)
{
	static const char *const usual[] = {"10.77.0.1/24", "fd77::1/64"};

	for (unsigned i = 0; i < l->o.address_count; i++) {
		const char *a = l->o.address[i];
		int six = strchr(a, ':') != NULL;
		char peer[64];

		if (next_address(a, peer, sizeof(peer)))
			return usage(e, "--address %s: ADDRESS/PREFIX is wanted, as 10.77.0.1/24 or fd77::1/64", a);
		snprintf(n->address[six], sizeof(n->address[0]), "%s", a);
	}
	for (int six = 0; six < 2; six++) {
		if (l->o.lab && !*n->address[six])
			snprintf(n->address[six], sizeof(n->address[0]), "%s", usual[six]);
		if (*n->address[six])
			next_address(n->address[six], n->address[2 + six], sizeof(n->address[0]));
	}
	return 0;
}
/* "vlan=5" of a wire's spec: the wire is a trunk, so Linux's side of the NIC is on that VLAN. */
static unsigned vlan_of(const char *spec)
{
	const char *p = spec ? strstr(spec, ",vlan=") : NULL;

	return p ? (unsigned)strtoul(p + 6, NULL, 10) & 0xfff : 0;
}
static int open_early(struct lab *l, struct lab_error *e)
{
	const struct wire_options o = {.name = l->name, .tap_fd = -1};
	const int r = wire_open(l->o.wire, &o, &l->netdev->wire, &e->e);

	if (r == -EINVAL)
		snprintf(e->klass, sizeof(e->klass), "usage");
	return r;
}
int lab_netdev_open(struct lab *l, struct lab_error *e)
{
	struct lab_netdev *n;
	struct net_options o = {.tap_fd = l->o.tap_fd ? l->o.tap_fd : -1, .queues = PORT_QUEUES, .vlan = vlan_of(l->o.wire)};
	int r;

	if (!lab_netdev_wanted(&l->o))
		return l->o.lab ? usage(e, "--lab and --netdev none: a lab has a netdev") : 0;
	if (l->o.lab && l->o.tap_fd)
		return usage(e, "--tap-fd belongs to another network namespace than --lab makes: take one of them");
	n = l->netdev = calloc(1, sizeof(*n));
	if (!n)
		return err_set(&e->e, ENOMEM, "out of memory");
	spaces_init(&n->spaces);
	r = addresses(l, n, e);
	if (r)
		return r;
	if (l->o.wire && !strncmp(l->o.wire, "link", 4)) /* before who we are changes */
		r = lab_runtime_directory(n->directory, sizeof(n->directory), true, &e->e);
	if (!r && l->o.lab && l->o.wire && !strncmp(l->o.wire, "packet", 6)) /* an interface of the caller's namespace */
		r = open_early(l, e);
	if (r)
		return r;
	o.name = l->o.netdev ? l->o.netdev : l->name;
	if (l->o.tap_fd)
		o.name = "";
	o.address4 = *n->address[0] ? n->address[0] : NULL;
	o.address6 = *n->address[1] ? n->address[1] : NULL;
	if (l->o.lab && l->o.serve_count) {
		r = outer_open(&n->outer, &e->e);
		if (r)
			return r;
	}
	if (l->o.lab) {
		r = net_tap_check(&e->e);
		if (!r)
			r = spaces_open(&n->spaces, &e->e);
	}
	return r ? r : net_open(&o, &n->net, &e->e);
}
static int open_wire(void *ctx, struct err *e)
{
	struct lab *l = ctx;
	struct lab_netdev *n = l->netdev;
	const char *spec = l->o.wire ? l->o.wire : l->o.lab ? "tap" : "null";
	bool tap = !strncmp(spec, "tap", 3) && (!spec[3] || spec[3] == ',');
	struct wire_options o = {.name = l->name, .tap_fd = l->o.wire_fd ? l->o.wire_fd : -1, .directory = n->directory};
	struct wire *w = n->wire;
	int r = 0;

	if (l->o.lab && tap && o.tap_fd < 0) {
		snprintf(n->peer, sizeof(n->peer), PEER_NETDEV);
		r = net_tap_open(n->peer, 1, &o.tap_fd, e);
		if (r)
			return r;
	}
	if (!w)
		r = wire_open(spec, &o, &w, e);
	if (r)
		return r;
	n->wire = w;
	n->plugged = true;
	nic_plug(l->nic, w);
	for (int six = 0; six < 2 && *n->peer && !r; six++)
		r = net_link_address(n->peer, n->address[2 + six], e);
	return r || !*n->peer ? r : net_link_up(n->peer, e);
}
static int mode_of(const char *text)
{
	static const char *const modes[] = {"disabled", "enabled", "automatic", "default"};

	for (int i = 0; i < 4; i++)
		if (!strcmp(modes[i], text))
			return i;
	return -1;
}
/* Connections whose application's end is ours; only those can be offloaded. */
static int open_conns(struct lab *l, struct err *e)
{
	struct lab_netdev *n = l->netdev;
	int r = conns_open(n->net, n->outer, &n->conns, e);

	for (unsigned i = 0; i < l->o.serve_count && !r; i++)
		r = conns_serve(n->conns, l->o.serve[i], e);
	if (!r && l->o.chimney) {
		struct conns_policy p;

		conns_policy_get(n->conns, &p);
		p.mode = (enum conns_mode)mode_of(l->o.chimney);
		conns_policy(n->conns, &p);
	}
	return r;
}
struct conns *lab_netdev_conns(const struct lab *l)
{
	return l->netdev ? l->netdev->conns : NULL;
}
json_t *lab_netdev_connections(struct lab *l, const json_t *set, struct lab_error *e)
{
	struct conns *c = lab_netdev_conns(l);
	struct conns_policy p;
	const json_t *v;

	if (!c) {
		err_set(&e->e, ENODEV, "%s is no network interface: start it with --lab, --netdev or --wire", l->name);
		return NULL;
	}
	if (set) {
		conns_policy_get(c, &p);
		if ((v = json_object_get(set, "mode"))) {
			int mode = mode_of(json_string_value(v) ? json_string_value(v) : "");

			if (mode < 0) {
				err_set(&e->e, EINVAL, "chimney=%s: disabled, enabled, automatic or default",
				        json_string_value(v) ? json_string_value(v) : "?");
				return NULL;
			}
			p.mode = (enum conns_mode)mode;
		}
		if ((v = json_object_get(set, "ipv4")))
			p.ipv4 = json_is_true(v);
		if ((v = json_object_get(set, "ipv6")))
			p.ipv6 = json_is_true(v);
		if ((v = json_object_get(set, "min_age_ms")))
			p.min_age_ms = (uint32_t)json_integer_value(v);
		if ((v = json_object_get(set, "min_bytes")))
			p.min_bytes = (uint64_t)json_integer_value(v);
		if ((v = json_object_get(set, "ports")))
			for (p.ports = 0; p.ports < json_array_size(v) && p.ports < ARRAY_LEN(p.port); p.ports++)
				p.port[p.ports] = (uint16_t)json_integer_value(json_array_get(v, p.ports));
		conns_policy(c, &p);
	}
	return json_pack("{s:o,s:o}", "connections", conns_list(c), "chimney", conns_show(c));
}
int lab_netdev_plug(struct lab *l, struct lab_error *e)
{
	int r;

	if (!l->netdev)
		return 0;
	if (!l->nic)
		return l->o.wire ? usage(e, "--wire %s: %s has no hardware to plug it into", l->o.wire, l->device_id) : 0;
	r = l->o.lab ? spaces_run(&l->netdev->spaces, SPACE_PEER, open_wire, l, &e->e) : open_wire(l, &e->e);
	if (!r && l->netdev->net)
		r = open_conns(l, &e->e);
	if (r == -EINVAL)
		snprintf(e->klass, sizeof(e->klass), "usage");
	return r;
}
void lab_netdev_close(struct lab *l)
{
	struct lab_netdev *n = l->netdev;

	if (!n)
		return;
	spaces_close(&n->spaces); /* its processes first: they see their network go no other way than with the lab */
	conns_close(n->conns);
	outer_close(n->outer);
	net_close(n->net);
	if (!n->plugged)
		wire_close(n->wire);
	free(n);
	l->netdev = NULL;
}

/* ---- the driver's side */
static uint32_t bytes_of(const json_t *j, const char *name)
{
	json_int_t v = json_integer_value(json_object_get(j, name));

	return v < 0 ? 0 : v > 0xffff00 ? 0xffff00 : (uint32_t)v;
}
static void tell(struct lab *l, bool all);
void lab_netdev_config(struct lab *l, const json_t *j)
{
	struct lab_netdev *n = l->netdev;
	const char *mac = json_string_value(json_object_get(j, "mac")), *adapter = json_string_value(json_object_get(j, "adapter"));
	struct port_net c = {.up = json_is_true(json_object_get(j, "up")),
	                     .running = json_is_true(json_object_get(j, "running")),
	                     .link = json_is_true(json_object_get(j, "link")),
	                     .mtu = bytes_of(j, "mtu"),
	                     .queues = bytes_of(j, "queues"),
	                     .csum4 = json_is_true(json_object_get(j, "csum4")),
	                     .csum6 = json_is_true(json_object_get(j, "csum6")),
	                     .tso4 = bytes_of(j, "tso4"),
	                     .tso6 = bytes_of(j, "tso6"),
	                     .uso4 = bytes_of(j, "uso4"),
	                     .uso6 = bytes_of(j, "uso6"),
	                     .generation = (uint64_t)json_integer_value(json_object_get(j, "generation"))};
	json_int_t speed = json_integer_value(json_object_get(j, "speed"));
	unsigned b[6];
	bool came;

	if (!n || !n->net || (adapter && strcmp(adapter, l->name)))
		return;
	if (mac && sscanf(mac, "%2x:%2x:%2x:%2x:%2x:%2x", &b[0], &b[1], &b[2], &b[3], &b[4], &b[5]) == 6)
		for (int i = 0; i < 6; i++)
			c.mac[i] = (uint8_t)b[i];
	c.speed = speed > 0 ? (uint64_t)speed : 0;
	net_config(n->net, &c);
	came = c.running && !n->running;
	n->running = c.running;
	if (came)
		tell(l, true);
}

void lab_netdev_gone(struct lab *l)
{
	if (l->netdev)
		l->netdev->running = false;
}

/* ---- the user's side */
static void refused(struct lab *l, const char *what)
{
	char text[300];

	snprintf(text, sizeof(text), "%s: put back: %s", net_name(l->netdev->net), what);
	net_put_back(l->netdev->net, what);
	log_line(LOG_WARN, "%s", text);
	trace_textf(TRACE_NOTE, 0, "netdev", "%s", text);
}
static void on_told(void *ctx, json_t *ok, const struct machine_error *e)
{
	struct lab *l = ctx;
	struct lab_netdev *n = l->netdev;
	struct net_user u;

	(void)ok;
	if (!n)
		return;
	n->asked = false;
	if (e && l->machine && n->running && n->link_asked)
		refused(l, e->e.text);
	else if (e && l->machine && n->running)
		log_line(LOG_WARN, "%s: the packet filter that Linux wants is not set: %s", net_name(n->net), e->e.text);
	else if (!e && net_take(n->net, false, &u) && (u.mac_set || u.mtu_set) && !n->again)
		refused(l, u.mtu_set ? "the driver keeps its MTU" : "the driver keeps its MAC address");
	if (n->again)
		tell(l, false);
}
static void tell(struct lab *l, bool all)
{
	struct lab_netdev *n = l->netdev;
	struct net_user u;
	char text[18];
	json_t *j;

	if (n->asked) {
		n->again = true;
		return;
	}
	n->again = false;
	if (!net_take(n->net, all, &u))
		return;
	if (!l->machine || !n->running) {
		if (u.mac_set || u.mtu_set)
			refused(l, "the driver is not running");
		return;
	}
	j = lab_adapter_args(l);
	if (u.mac_set) {
		snprintf(text, sizeof(text), "%02x:%02x:%02x:%02x:%02x:%02x", u.mac[0], u.mac[1], u.mac[2], u.mac[3], u.mac[4], u.mac[5]);
		json_object_set_new(j, "mac", json_string(text));
	}
	if (u.mtu_set)
		json_object_set_new(j, "mtu", json_integer(u.mtu));
	if (u.filter_set) {
		json_t *list = json_array();

		for (unsigned i = 0; i < u.multicast_count; i++) {
			const uint8_t *m = u.multicast[i];

			snprintf(text, sizeof(text), "%02x:%02x:%02x:%02x:%02x:%02x", m[0], m[1], m[2], m[3], m[4], m[5]);
			json_array_append_new(list, json_string(text));
		}
		json_object_set_new(j, "multicast", list);
		json_object_set_new(j, "promisc", json_boolean(u.promisc));
		json_object_set_new(j, "allmulti", json_boolean(u.allmulti));
	}
	n->asked = true;
	n->link_asked = u.mac_set || u.mtu_set;
	machine_send(l->machine, MM_NET_SET, j, START_TIMEOUT, on_told, l);
}
int lab_netdev_fd(const struct lab *l)
{
	return l->netdev && l->netdev->net ? net_fd(l->netdev->net) : -1;
}
int lab_netdev_end(const struct lab *l)
{
	return l->netdev && l->netdev->spaces.open ? l->netdev->spaces.init : -1;
}
void lab_netdev_changed(struct lab *l)
{
	if (l->netdev && l->netdev->net)
		tell(l, false);
}
int lab_netdev_space(const struct lab *l, int which)
{
	if (!l->netdev || !l->netdev->spaces.open)
		return -ENOENT;
	return which ? l->netdev->spaces.net[SPACE_PEER] : l->netdev->spaces.init;
}
json_t *lab_netdev_show(const struct lab *l)
{
	const struct lab_netdev *n = l->netdev;
	json_t *j;

	if (!n || !n->net)
		return NULL;
	j = net_show(n->net);
	json_object_set_new(j, "lab", json_boolean(n->spaces.open));
	if (*n->address[0])
		json_object_set_new(j, "address4", json_string(n->address[0]));
	if (*n->address[1])
		json_object_set_new(j, "address6", json_string(n->address[1]));
	if (*n->peer)
		json_object_set_new(j, "peer",
		                    json_pack("{s:s,s:s,s:s}", "name", n->peer, "address4", n->address[2], "address6", n->address[3]));
	if (n->conns)
		json_object_set_new(j, "chimney", conns_show(n->conns));
	if (n->wire)
		json_object_set_new(j, "wire", wire_show(n->wire));
	return j;
}
