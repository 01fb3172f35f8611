/*
 * Next hop and its Ethernet address, from the kernel by rtnetlink: RTM_GETROUTE for the gateway, then the neighbor table.
 *
 * A target goes on sending to the address it was given. So the kernel is listened to: when a neighbor has another Ethernet address, or the
 * route to a connection's peer another next hop, the connection comes up, goes on from Linux at once, and goes down again with what is
 * true now. (Windows would update the neighbor and path objects under the connection; the wire sees the same.)
 * contract/connection-offload.md 8
 */
#include "net/conns_internal.h"
#include <errno.h>
#include <libmnl/libmnl.h>
#include <linux/neighbour.h>
#include <linux/rtnetlink.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct answer {
	uint8_t gateway[16], mac[6];
	bool has_gateway, has_mac;
	const uint8_t *wanted;
	size_t size;
};
static int on_route(const struct nlmsghdr *h, void *ctx)
{
	struct answer *a = ctx;
	const struct nlattr *at;
	mnl_attr_for_each(at, h, sizeof(struct rtmsg)) if (mnl_attr_get_type(at) == RTA_GATEWAY && mnl_attr_get_payload_len(at) == a->size)
	{
		memcpy(a->gateway, mnl_attr_get_payload(at), a->size);
		a->has_gateway = true;
	}
	return MNL_CB_OK;
}
static int on_neighbor(const struct nlmsghdr *h, void *ctx)
{
	struct answer *a = ctx;
	const struct ndmsg *n = mnl_nlmsg_get_payload(h);
	const struct nlattr *at;
	const void *address = NULL, *mac = NULL;
	mnl_attr_for_each(at, h, sizeof(struct ndmsg))
	{
		if (mnl_attr_get_type(at) == NDA_DST && mnl_attr_get_payload_len(at) == a->size)
			address = mnl_attr_get_payload(at);
		if (mnl_attr_get_type(at) == NDA_LLADDR && mnl_attr_get_payload_len(at) == 6)
			mac = mnl_attr_get_payload(at);
	}
	if (address && mac && !memcmp(address, a->wanted, a->size) &&
	    n->ndm_state & (NUD_REACHABLE | NUD_STALE | NUD_DELAY | NUD_PROBE | NUD_PERMANENT | NUD_NOARP)) {
		memcpy(a->mac, mac, 6);
		a->has_mac = true;
	}
	return MNL_CB_OK;
}
static int ask(struct nlmsghdr *h, mnl_cb_t cb, void *ctx)
{
	char buf[16384];
	struct mnl_socket *s = mnl_socket_open2(NETLINK_ROUTE, SOCK_CLOEXEC);
	int r = -1;
	if (!s)
		return -errno;
	h->nlmsg_seq = 1;
	if (mnl_socket_bind(s, 0, MNL_SOCKET_AUTOPID) >= 0 && mnl_socket_sendto(s, h, h->nlmsg_len) >= 0)
		do {
			const ssize_t n = mnl_socket_recvfrom(s, buf, sizeof buf);
			r = n < 0 ? -1 : mnl_cb_run(buf, (size_t)n, 1, mnl_socket_get_portid(s), cb, ctx);
		} while (r > 0 && h->nlmsg_flags & NLM_F_DUMP);
	if (r < 0)
		r = -errno;
	mnl_socket_close(s);
	return r;
}
int neigh_lookup(int ifindex, uint8_t family, const uint8_t *address, struct hop *hop)
{
	char buf[256] = {0};
	struct answer a = {.wanted = address, .size = family == 4 ? 4 : 16};
	struct nlmsghdr *h = mnl_nlmsg_put_header(buf);
	h->nlmsg_type = RTM_GETROUTE;
	h->nlmsg_flags = NLM_F_REQUEST;
	struct rtmsg *r = mnl_nlmsg_put_extra_header(h, sizeof *r);
	r->rtm_family = family == 4 ? AF_INET : AF_INET6;
	r->rtm_dst_len = (uint8_t)(a.size * 8);
	mnl_attr_put(h, RTA_DST, a.size, address);
	mnl_attr_put_u32(h, RTA_OIF, (uint32_t)ifindex);
	int e = ask(h, on_route, &a);
	if (e < 0)
		return e;
	if (a.has_gateway)
		a.wanted = a.gateway;
	memset(buf, 0, sizeof buf);
	h = mnl_nlmsg_put_header(buf);
	h->nlmsg_type = RTM_GETNEIGH;
	h->nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP;
	struct ndmsg *n = mnl_nlmsg_put_extra_header(h, sizeof *n);
	n->ndm_family = family == 4 ? AF_INET : AF_INET6;
	n->ndm_ifindex = ifindex;
	mnl_attr_put_u32(h, NDA_IFINDEX, (uint32_t)ifindex);
	e = ask(h, on_neighbor, &a);
	if (e < 0)
		return e;
	if (!a.has_mac)
		return -EAGAIN;
	memset(hop, 0, sizeof *hop);
	memcpy(hop->via, a.wanted, a.size);
	memcpy(hop->mac, a.mac, 6);
	return 0;
}

/* ---- changes */
int neigh_watch(struct err *e)
{
	static const int groups[] = {RTNLGRP_NEIGH, RTNLGRP_IPV4_ROUTE, RTNLGRP_IPV6_ROUTE};
	const int fd = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_ROUTE);
	const struct sockaddr_nl any = {.nl_family = AF_NETLINK};
	int r = fd < 0 || bind(fd, (const struct sockaddr *)&any, sizeof any) ? -1 : 0;
	for (unsigned i = 0; !r && i < ARRAY_LEN(groups); i++)
		r = setsockopt(fd, SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, &groups[i], sizeof groups[i]);
	if (!r)
		return fd;
	r = err_set(e, errno, "rtnetlink: %s", strerror(errno));
	if (fd >= 0)
		close(fd);
	return r;
}

struct change {
	struct conns *c;
	bool routes;
};
static void moved(struct conn *k)
{
	snprintf(k->why, sizeof k->why, "the next hop changed");
	k->hop_changed = true;
	move_up(k, 0);
}
static int on_change(const struct nlmsghdr *h, void *ctx)
{
	struct change *ch = ctx;
	struct conns *c = ch->c;
	if (h->nlmsg_type != RTM_NEWNEIGH) {
		ch->routes |= h->nlmsg_type == RTM_NEWROUTE || h->nlmsg_type == RTM_DELROUTE;
		return MNL_CB_OK;
	}
	const struct ndmsg *n = mnl_nlmsg_get_payload(h);
	const size_t size = n->ndm_family == AF_INET ? 4 : 16;
	const struct nlattr *at;
	const void *address = NULL, *mac = NULL;
	if (n->ndm_ifindex != net_ifindex(c->net) || (n->ndm_family != AF_INET && n->ndm_family != AF_INET6))
		return MNL_CB_OK;
	mnl_attr_for_each(at, h, sizeof(struct ndmsg))
	{
		if (mnl_attr_get_type(at) == NDA_DST && mnl_attr_get_payload_len(at) == size)
			address = mnl_attr_get_payload(at);
		if (mnl_attr_get_type(at) == NDA_LLADDR && mnl_attr_get_payload_len(at) == 6)
			mac = mnl_attr_get_payload(at);
	}
	for (uint32_t i = 0; address && mac && i < CONNS_MAX; i++) {
		struct conn *k = c->conn[i];
		if (k && (k->where == OFFLOADED || k->where == OFFLOADING) && (k->flow.family == 4) == (size == 4) &&
		    !memcmp(k->hop.via, address, size) && memcmp(k->hop.mac, mac, 6) != 0)
			moved(k);
	}
	return MNL_CB_OK;
}
/* Routes changed, or something was missed: each connection that is down is asked for again. */
static void look_again(struct conns *c)
{
	const struct conn *last = NULL;
	struct hop hop;
	int r = -1;
	for (uint32_t i = 0; i < CONNS_MAX; i++) {
		struct conn *k = c->conn[i];
		if (!k || (k->where != OFFLOADED && k->where != OFFLOADING))
			continue;
		if (!last || last->flow.family != k->flow.family || memcmp(last->flow.remote, k->flow.remote, sizeof k->flow.remote) != 0)
			r = neigh_lookup(net_ifindex(c->net), k->flow.family, k->flow.remote, &hop);
		last = k;
		if (!r && memcmp(&hop, &k->hop, sizeof hop) != 0)
			moved(k);
	}
}
void neigh_changes(struct conns *c)
{
	char buf[16384];
	struct change ch = {.c = c};
	ssize_t n;
	while ((n = recv(c->neigh, buf, sizeof buf, 0)) > 0 || (n < 0 && errno == ENOBUFS)) {
		if (n > 0)
			mnl_cb_run(buf, (size_t)n, 0, 0, on_change, &ch);
		else
			ch.routes = true;
	}
	if (ch.routes)
		look_again(c);
}
