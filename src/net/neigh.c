/* Next hop and its Ethernet address, from the kernel by rtnetlink: RTM_GETROUTE for the gateway, then the neighbor table. */
#include "net/conns_internal.h"
#include <libmnl/libmnl.h>
#include <linux/neighbour.h>
#include <linux/rtnetlink.h>
#include <string.h>
#include <sys/socket.h>

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
int neigh_lookup(int ifindex, uint8_t family, const uint8_t *address, uint8_t mac[6])
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
	memcpy(mac, a.mac, 6);
	return 0;
}
