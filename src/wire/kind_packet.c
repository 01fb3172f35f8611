/*
 * packet: AF_PACKET on an interface of the caller's network namespace: a veth's end, or a real card and through it other machines.
 *
 * PACKET_VNET_HDR passes super-frames and unfinished checksums both ways; the interface's own stack or card does what remains. Promiscuous,
 * because the driver's MAC is not the interface's. What this machine itself sends out of the interface is not for the NIC
 * (PACKET_IGNORE_OUTGOING, before Linux 4.20 told by the packet's type). Linux takes a tag out of a frame before it gets here: it comes
 * beside it (PACKET_AUXDATA) and is put in again.
 *
 * Frames of what is sent may be longer than the interface's MTU only as super-frames: else -EMSGSIZE, counted as dropped.
 */
#include "wire/internal.h"
#include <arpa/inet.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <net/if.h>
#include <net/if_arp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#ifndef PACKET_IGNORE_OUTGOING
#define PACKET_IGNORE_OUTGOING 23
#endif
#define BUFFER (4 << 20)

struct packet {
	int fd;
	char interface[IFNAMSIZ];
	_Atomic uint64_t kernel_drops;
};

static int set_up(struct packet *p, int index, struct err *e)
{
	const struct packet_mreq promiscuous = {.mr_ifindex = index, .mr_type = PACKET_MR_PROMISC};
	const struct sockaddr_ll a = {.sll_family = AF_PACKET, .sll_protocol = htons(ETH_P_ALL), .sll_ifindex = index};
	const int on = 1, bytes = BUFFER;

	if (setsockopt(p->fd, SOL_PACKET, PACKET_VNET_HDR, &on, sizeof(on)))
		return err_set(e, errno, "%s: PACKET_VNET_HDR: %s", p->interface, strerror(errno));
	if (setsockopt(p->fd, SOL_PACKET, PACKET_AUXDATA, &on, sizeof(on)))
		return err_set(e, errno, "%s: PACKET_AUXDATA: %s", p->interface, strerror(errno));
	setsockopt(p->fd, SOL_PACKET, PACKET_IGNORE_OUTGOING, &on, sizeof(on));
	setsockopt(p->fd, SOL_SOCKET, SO_RCVBUF, &bytes, sizeof(bytes));
	setsockopt(p->fd, SOL_SOCKET, SO_SNDBUF, &bytes, sizeof(bytes));
	if (setsockopt(p->fd, SOL_PACKET, PACKET_ADD_MEMBERSHIP, &promiscuous, sizeof(promiscuous)))
		return err_set(e, errno, "%s can't be made promiscuous: %s", p->interface, strerror(errno));
	if (bind(p->fd, (const struct sockaddr *)&a, sizeof(a)))
		return err_set(e, errno, "%s: %s", p->interface, strerror(errno));
	return 0;
}
static int packet_open(struct wire *w, const struct wire_options *o, struct err *e)
{
	const char *name = w->set.target;
	struct packet *p = calloc(1, sizeof(*p));
	struct ifreq r;
	int index, code;

	(void)o;
	if (!p)
		return err_set(e, ENOMEM, "out of memory");
	snprintf(p->interface, sizeof(p->interface), "%.*s", IFNAMSIZ - 1, name);
	index = strlen(name) < IFNAMSIZ ? (int)if_nametoindex(name) : 0;
	p->fd = socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	code = p->fd < 0 ? errno : 0;
	memset(&r, 0, sizeof(r));
	snprintf(r.ifr_name, sizeof(r.ifr_name), "%s", p->interface);
	if (!index)
		code = err_set(e, EINVAL, "--wire packet=%s: there is no such interface here (ip link lists them)", name);
	else if (code == EPERM || code == EACCES)
		code = err_set(e, code,
		               "--wire packet=%s needs CAP_NET_RAW: run flue as root, or: sudo setcap cap_net_raw+ep $(command -v flue)",
		               name);
	else if (code)
		code = err_set(e, code, "--wire packet=%s: no packet socket: %s", name, strerror(code));
	else if (ioctl(p->fd, SIOCGIFHWADDR, &r) || (r.ifr_hwaddr.sa_family != ARPHRD_ETHER && r.ifr_hwaddr.sa_family != ARPHRD_LOOPBACK))
		code = err_set(e, EINVAL, "--wire packet=%s: it is no Ethernet interface", name);
	else
		code = set_up(p, index, e);
	if (code) {
		if (p->fd >= 0)
			close(p->fd);
		free(p);
		return code;
	}
	w->state = p;
	return 0;
}
static void packet_close(struct wire *w)
{
	struct packet *p = w->state;

	close(p->fd);
	free(p);
}
static int packet_fd(const struct wire *w)
{
	return ((struct packet *)w->state)->fd;
}
static int packet_send(struct wire *w, const struct frame_info *info, const struct iovec *iov, unsigned n)
{
	struct packet *p = w->state;
	struct iovec v[WIRE_PIECES + 1];

	if (n > WIRE_PIECES)
		return -EMSGSIZE;
	v[0] = (struct iovec){(void *)info, FRAME_VNET_BYTES};
	memcpy(v + 1, iov, n * sizeof(*v));
	while (writev(p->fd, v, (int)n + 1) < 0)
		if (errno != EINTR)
			return errno == ENOBUFS ? -EAGAIN : -errno;
	return 0;
}
/* Puts the tag into the frame that was read: everything behind the addresses moves up by four. */
static void put_tag(const struct iovec *iov, unsigned n, size_t bytes, uint16_t type, uint16_t tci, struct frame_info *info)
{
	uint8_t carry[4] = {(uint8_t)(type >> 8), (uint8_t)type, (uint8_t)(tci >> 8), (uint8_t)tci};
	size_t at = 0;

	for (unsigned i = 0; i < n && at < bytes + 4; i++)
		for (size_t k = 0; k < iov[i].iov_len && at < bytes + 4; k++, at++)
			if (at >= 12) {
				uint8_t *b = (uint8_t *)iov[i].iov_base + k;
				const uint8_t was = *b;

				*b = carry[(at - 12) % 4];
				carry[(at - 12) % 4] = was;
			}
	if (info->flags & VIRTIO_NET_HDR_F_NEEDS_CSUM)
		info->csum_start = (uint16_t)(info->csum_start + 4);
	if (info->gso_type != VIRTIO_NET_HDR_GSO_NONE)
		info->hdr_len = (uint16_t)(info->hdr_len + 4);
}
static ssize_t packet_receive(struct wire *w, struct frame_info *info, const struct iovec *iov, unsigned n)
{
	struct packet *p = w->state;
	char room[CMSG_SPACE(sizeof(struct tpacket_auxdata))];
	struct sockaddr_ll from;
	struct iovec v[WIRE_PIECES + 1];
	struct msghdr m = {.msg_name = &from, .msg_iov = v, .msg_iovlen = n + 1, .msg_control = room};
	size_t space = 0;
	ssize_t r;

	if (n > WIRE_PIECES)
		return -EMSGSIZE;
	v[0] = (struct iovec){info, FRAME_VNET_BYTES};
	memcpy(v + 1, iov, n * sizeof(*v));
	for (unsigned i = 0; i < n; i++)
		space += iov[i].iov_len;
	for (;;) {
		m.msg_namelen = sizeof(from);
		m.msg_controllen = sizeof(room);
		r = recvmsg(p->fd, &m, MSG_DONTWAIT | MSG_TRUNC);
		if (r < 0 && errno == EINTR)
			continue;
		if (r < 0) /* ENETDOWN: the interface went down; it may come up again */
			return errno == EAGAIN || errno == ENETDOWN ? 0 : -errno;
		if (from.sll_pkttype != PACKET_OUTGOING)
			break;
	}
	r -= (ssize_t)FRAME_VNET_BYTES;
	if (r < 14 || (size_t)r > space)
		return -EMSGSIZE;
	for (struct cmsghdr *h = CMSG_FIRSTHDR(&m); h; h = CMSG_NXTHDR(&m, h)) {
		struct tpacket_auxdata a;

		if (h->cmsg_level != SOL_PACKET || h->cmsg_type != PACKET_AUXDATA || h->cmsg_len < CMSG_LEN(sizeof(a)))
			continue;
		memcpy(&a, CMSG_DATA(h), sizeof(a));
		if (!(a.tp_status & TP_STATUS_VLAN_VALID))
			continue;
		if ((size_t)r + 4 > space)
			return -EMSGSIZE;
		put_tag(iov, n, (size_t)r, a.tp_status & TP_STATUS_VLAN_TPID_VALID ? a.tp_vlan_tpid : ETH_P_8021Q, a.tp_vlan_tci, info);
		r += 4;
	}
	return r;
}
static void packet_show(const struct wire *w, json_t *j)
{
	json_object_set_new(j, "interface", json_string(((const struct packet *)w->state)->interface));
}
const struct wire_kind wire_packet = {
        .name = "packet",
        .target = true,
        .gso = true,
        .open = packet_open,
        .close = packet_close,
        .fd = packet_fd,
        .send = packet_send,
        .receive = packet_receive,
        .show = packet_show,
};
