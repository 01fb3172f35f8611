/*
 * The netdev as Linux's users see it: rtnetlink through libmnl. Everything is about the caller's network namespace.
 *
 * Memberships: Linux 6.14 tells of them (RTNLGRP_IPV4_MCADDR, _IPV6_MCADDR); before that the list is looked at when a link changes.
 * gso_max_size: Linux counts the whole packet and keeps room for headers besides; gso_ipv4_max_size (6.3) follows gso_max_size when that
 * is set, so it comes second in the message.
 */
#include "net/internal.h"
#include "base/feature.h"
#include <arpa/inet.h>
#include <libmnl/libmnl.h>
#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#ifndef IFLA_GSO_IPV4_MAX_SIZE
#define IFLA_GSO_IPV4_MAX_SIZE 63
#endif
#define LOWER_UP          0x10000u /* IFF_LOWER_UP: linux/if.h and net/if.h exclude each other */
#define GROUP_IPV4_MCADDR 37
#define GROUP_IPV6_MCADDR 38

/* Sends one request and reads its answer: `each` for messages, 0 or negative errno. */
static int talk(struct nlmsghdr *h, mnl_cb_t each, void *ctx)
{
	char buf[32768];
	struct mnl_socket *s = mnl_socket_open2(NETLINK_ROUTE, SOCK_CLOEXEC);
	unsigned port;
	ssize_t n;
	int r = 0;

	if (!s)
		return -errno;
	h->nlmsg_seq = 1;
	if (mnl_socket_bind(s, 0, MNL_SOCKET_AUTOPID) < 0 || mnl_socket_sendto(s, h, h->nlmsg_len) < 0) {
		r = -errno;
		mnl_socket_close(s);
		return r;
	}
	port = mnl_socket_get_portid(s);
	do {
		n = mnl_socket_recvfrom(s, buf, sizeof(buf));
		if (n < 0) {
			r = -errno;
			break;
		}
		r = mnl_cb_run(buf, (size_t)n, 1, port, each, ctx);
		if (r < 0)
			r = -errno;
		if (!(h->nlmsg_flags & NLM_F_ACK))
			break;
	} while (r > 0);
	mnl_socket_close(s);
	return r < 0 ? r : 0;
}
static struct nlmsghdr *link_message(void *buf, int ifindex, unsigned flags, unsigned change)
{
	struct nlmsghdr *h = mnl_nlmsg_put_header(buf);
	struct ifinfomsg *i;

	h->nlmsg_type = RTM_NEWLINK;
	h->nlmsg_flags = NLM_F_REQUEST | NLM_F_ACK;
	i = mnl_nlmsg_put_extra_header(h, sizeof(*i));
	i->ifi_family = AF_UNSPEC;
	i->ifi_index = ifindex;
	i->ifi_flags = flags;
	i->ifi_change = change;
	return h;
}
static int on_link(const struct nlmsghdr *h, void *ctx)
{
	struct link_state *s = ctx;
	const struct ifinfomsg *i = mnl_nlmsg_get_payload(h);
	const struct nlattr *a;

	if (h->nlmsg_type != RTM_NEWLINK)
		return MNL_CB_OK;
	s->ifindex = i->ifi_index;
	s->flags = i->ifi_flags;
	s->carrier = i->ifi_flags & LOWER_UP;
	s->promisc = i->ifi_flags & IFF_PROMISC;
	s->allmulti = i->ifi_flags & IFF_ALLMULTI;
	mnl_attr_for_each(a, h, sizeof(*i))
	{
		switch (mnl_attr_get_type(a)) {
		case IFLA_ADDRESS:
			if (mnl_attr_get_payload_len(a) == 6)
				memcpy(s->mac, mnl_attr_get_payload(a), 6);
			break;
		case IFLA_MTU:
			s->mtu = mnl_attr_get_u32(a);
			break;
		case IFLA_PROMISCUITY:
			s->promisc |= mnl_attr_get_u32(a) > 0;
			break;
		case IFLA_ALLMULTI:
			s->allmulti |= mnl_attr_get_u32(a) > 0;
			break;
		case IFLA_STATS64: {
			struct rtnl_link_stats64 st;

			memcpy(&st, mnl_attr_get_payload(a),
			       sizeof(st) < mnl_attr_get_payload_len(a) ? sizeof(st) : mnl_attr_get_payload_len(a));
			s->rx_packets = st.rx_packets;
			s->rx_bytes = st.rx_bytes;
			s->rx_dropped = st.rx_dropped;
			s->rx_errors = st.rx_errors;
			s->tx_packets = st.tx_packets;
			s->tx_bytes = st.tx_bytes;
			s->tx_dropped = st.tx_dropped;
			s->tx_errors = st.tx_errors;
			break;
		}
		default:
			break;
		}
	}
	return MNL_CB_OK;
}
int link_get(int ifindex, struct link_state *out)
{
	char buf[1024];
	struct nlmsghdr *h = link_message(buf, ifindex, 0, 0);
	int r;

	memset(out, 0, sizeof(*out));
	h->nlmsg_type = RTM_GETLINK;
	h->nlmsg_flags = NLM_F_REQUEST;
	r = talk(h, on_link, out);
	return r ? r : out->ifindex == ifindex ? 0 : -ENODEV;
}
int link_set_mtu(int ifindex, uint32_t mtu)
{
	char buf[1024];
	struct nlmsghdr *h = link_message(buf, ifindex, 0, 0);

	mnl_attr_put_u32(h, IFLA_MTU, mtu);
	return talk(h, NULL, NULL);
}
int link_set_mac(int ifindex, const uint8_t mac[6])
{
	char buf[1024];
	struct nlmsghdr *h = link_message(buf, ifindex, 0, 0);

	mnl_attr_put(h, IFLA_ADDRESS, 6, mac);
	return talk(h, NULL, NULL);
}
int link_set_gso(int ifindex, uint32_t v4, uint32_t v6)
{
	char buf[1024];
	struct nlmsghdr *h = link_message(buf, ifindex, 0, 0);
	int r = -EINVAL;

	mnl_attr_put_u32(h, IFLA_GSO_MAX_SIZE, v6);
	if (v4 != v6)
		mnl_attr_put_u32(h, IFLA_GSO_IPV4_MAX_SIZE, v4);
	if (v4 == v6 || !base_feature_off(FEATURE_GSO_IPV4))
		r = talk(h, NULL, NULL);
	if (!r || v4 == v6)
		return r;
	h = link_message(buf, ifindex, 0, 0); /* one size for both: the smaller */
	mnl_attr_put_u32(h, IFLA_GSO_MAX_SIZE, v4 < v6 ? v4 : v6);
	r = talk(h, NULL, NULL);
	return r ? r : -EOPNOTSUPP;
}
int net_link_up(const char *name, struct err *e)
{
	char buf[1024];
	int ifindex = (int)if_nametoindex(name);
	int r = ifindex ? talk(link_message(buf, ifindex, IFF_UP, IFF_UP), NULL, NULL) : -ENODEV;

	return r ? err_set(e, -r, "ip link set %s up: %s", name, strerror(-r)) : 0;
}
int net_link_address(const char *name, const char *address, struct err *e)
{
	char buf[1024], text[64];
	uint8_t raw[16];
	const char *slash = strchr(address, '/');
	int family = strchr(address, ':') ? AF_INET6 : AF_INET, ifindex = (int)if_nametoindex(name), r;
	unsigned most = family == AF_INET6 ? 128 : 32, bytes = most / 8, length;
	struct nlmsghdr *h;
	struct ifaddrmsg *a;
	char *end;

	snprintf(text, sizeof(text), "%.*s", slash ? (int)(slash - address) : 63, address);
	length = slash ? (unsigned)strtoul(slash + 1, &end, 10) : most;
	if (inet_pton(family, text, raw) != 1 || length > most || (slash && (end == slash + 1 || *end)))
		return err_set(e, EINVAL, "'%s' is no address: 10.77.0.1/24 or fd77::1/64 is wanted", address);
	if (!ifindex)
		return err_set(e, ENODEV, "there is no interface '%s'", name);
	h = mnl_nlmsg_put_header(buf);
	h->nlmsg_type = RTM_NEWADDR;
	h->nlmsg_flags = NLM_F_REQUEST | NLM_F_ACK | NLM_F_CREATE | NLM_F_REPLACE;
	a = mnl_nlmsg_put_extra_header(h, sizeof(*a));
	memset(a, 0, sizeof(*a));
	a->ifa_family = (uint8_t)family;
	a->ifa_prefixlen = (uint8_t)length;
	a->ifa_index = (unsigned)ifindex;
	a->ifa_flags = family == AF_INET6 ? IFA_F_NODAD : 0;
	mnl_attr_put(h, IFA_LOCAL, bytes, raw);
	mnl_attr_put(h, IFA_ADDRESS, bytes, raw);
	if (family == AF_INET && length < 31) {
		uint32_t v;

		memcpy(&v, raw, 4);
		v |= htonl(length ? UINT32_MAX >> length : UINT32_MAX);
		mnl_attr_put(h, IFA_BROADCAST, 4, &v);
	}
	r = talk(h, NULL, NULL);
	return r ? err_set(e, -r, "ip addr add %s dev %s: %s", address, name, strerror(-r)) : 0;
}

/* ---- what the user does */
int link_multicast(int ifindex, uint8_t out[][6], unsigned max, unsigned *count)
{
	FILE *f = fopen("/proc/thread-self/net/dev_mcast", "re");
	char line[160], address[40];
	unsigned index, k;

	*count = 0;
	if (!f)
		return -errno;
	while (fgets(line, sizeof(line), f)) { /* "3 toe0 1 0 01005e000001" */
		if (sscanf(line, "%u %*s %*u %*u %39s", &index, address) != 2 || (int)index != ifindex || strlen(address) != 12)
			continue;
		if (*count < max)
			for (k = 0; k < 6; k++) {
				unsigned byte;

				if (sscanf(address + 2 * k, "%2x", &byte) == 1)
					out[*count][k] = (uint8_t)byte;
			}
		++*count;
	}
	fclose(f);
	return 0;
}
int link_watch(void)
{
	struct sockaddr_nl a = {.nl_family = AF_NETLINK, .nl_groups = RTMGRP_LINK};
	int fd = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_ROUTE), group, code;

	if (fd < 0)
		return -errno;
	if (bind(fd, (struct sockaddr *)&a, sizeof(a))) {
		code = -errno;
		close(fd);
		return code;
	}
	for (group = GROUP_IPV4_MCADDR; group <= GROUP_IPV6_MCADDR; group++)
		if (setsockopt(fd, SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, &group, sizeof(group)) && errno != EINVAL)
			log_line(LOG_DEBUG, "multicast notifications: %s", strerror(errno));
	return fd;
}
void link_watch_empty(int fd)
{
	char buf[8192];

	for (;;) {
		ssize_t n = recv(fd, buf, sizeof(buf), MSG_DONTWAIT | MSG_TRUNC);

		if (n < 0 && (errno == EINTR || errno == ENOBUFS))
			continue;
		if (n <= 0)
			return;
	}
}
