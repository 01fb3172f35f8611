/*
 * The TAP device: opening, what Linux may hand us (TUNSETOFFLOAD), carrier, speed, queues.
 *
 * TUNSETOFFLOAD: TSO and USO need CSUM; USO needs both families (EINVAL else) and Linux 6.2. TUN_F_CSUM is NETIF_F_HW_CSUM: there is no bit
 * for one family, so it is on when the driver takes either, and the machine's host stack fills in sums for the other. TUN_F_TSO_ECN is not
 * asked for: nothing in a driver's report says what its NIC does to CWR.
 */
#include "net/internal.h"
#include "base/feature.h"
#include <fcntl.h>
#include <linux/ethtool.h>
#include <net/if.h>
#include <linux/if_tun.h>
#include <linux/sockios.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef TUN_F_USO4
#define TUN_F_USO4 0x20
#define TUN_F_USO6 0x40
#endif

static int explain_open(int code, struct err *e)
{
	if (code == ENOENT || code == ENODEV || code == ENXIO)
		return err_set(e, code,
		               "/dev/net/tun is not there: sudo modprobe tun (in a container: start it with --device /dev/net/tun)");
	return err_set(e, code, "/dev/net/tun can't be opened (%s): sudo chmod 0666 /dev/net/tun", strerror(code));
}
static int set_up(int fd, struct err *e)
{
	int header = FRAME_VNET_BYTES, flags = fcntl(fd, F_GETFL);

	if (ioctl(fd, TUNSETVNETHDRSZ, &header))
		return err_set(e, errno, "TUNSETVNETHDRSZ: %s", strerror(errno));
	if (flags < 0 || fcntl(fd, F_SETFL, flags | O_NONBLOCK))
		return err_set(e, errno, "O_NONBLOCK: %s", strerror(errno));
	return 0;
}
int net_tap_check(struct err *e)
{
	int fd = open("/dev/net/tun", O_RDWR | O_CLOEXEC);

	if (fd < 0)
		return explain_open(errno, e);
	close(fd);
	return 0;
}
int net_tap_open(char name[16], unsigned queues, int *fds, struct err *e)
{
	struct ifreq r;
	unsigned i;
	int code;

	for (i = 0; i < queues; i++)
		fds[i] = -1;
	memset(&r, 0, sizeof(r));
	snprintf(r.ifr_name, sizeof(r.ifr_name), "%s", name);
	for (i = 0; i < queues; i++) {
		fds[i] = open("/dev/net/tun", O_RDWR | O_CLOEXEC | O_NONBLOCK);
		if (fds[i] < 0) {
			code = explain_open(errno, e);
			goto failed;
		}
		r.ifr_flags = (short)(IFF_TAP | IFF_NO_PI | IFF_VNET_HDR | (queues > 1 ? IFF_MULTI_QUEUE : 0));
		if (ioctl(fds[i], TUNSETIFF, &r)) {
			code = errno;
			if (code == EPERM || code == EACCES)
				err_set(e, code, "a network interface can't be made here (%s): use --lab, or run as root", strerror(code));
			else if (code == EBUSY || code == EEXIST)
				err_set(e, code, "there is an interface '%s' already: --netdev NAME names this one otherwise", name);
			else
				err_set(e, code, "the interface '%s' can't be made: %s", name, strerror(code));
			code = -code;
			goto failed;
		}
		code = set_up(fds[i], e);
		if (code)
			goto failed;
	}
	memcpy(name, r.ifr_name, 16);
	return 0;
failed:
	for (i = 0; i < queues; i++)
		if (fds[i] >= 0)
			close(fds[i]);
	return code;
}
int tap_take(int fd, char name[16], struct err *e)
{
	struct ifreq r;
	unsigned flags;

	memset(&r, 0, sizeof(r));
	if (ioctl(fd, TUNGETIFF, &r))
		return err_set(e, errno, "descriptor %d is no TAP (%s): it must come from /dev/net/tun and TUNSETIFF", fd, strerror(errno));
	flags = (unsigned)(unsigned short)r.ifr_flags;
	if (!(flags & IFF_TAP) || !(flags & IFF_NO_PI) || !(flags & IFF_VNET_HDR))
		return err_set(e, EINVAL, "descriptor %d (%s): a TAP with IFF_TAP | IFF_NO_PI | IFF_VNET_HDR is wanted", fd, r.ifr_name);
	memcpy(name, r.ifr_name, 16);
	fcntl(fd, F_SETFD, FD_CLOEXEC);
	return set_up(fd, e);
}
int tap_queue(int fd, bool on)
{
	struct ifreq r;

	memset(&r, 0, sizeof(r));
	r.ifr_flags = on ? IFF_ATTACH_QUEUE : IFF_DETACH_QUEUE;
	return ioctl(fd, TUNSETQUEUE, &r) ? -errno : 0;
}
int net_tap_offload(int fd, const struct port_net *c, unsigned *set, struct err *e)
{
	unsigned want = 0, uso = TUN_F_USO4 | TUN_F_USO6;

	if (c->csum4 || c->csum6) {
		want |= TUN_F_CSUM;
		if (c->tso4 && c->csum4)
			want |= TUN_F_TSO4;
		if (c->tso6 && c->csum6)
			want |= TUN_F_TSO6;
		if (c->uso4 && c->uso6 && !base_feature_off(FEATURE_USO))
			want |= uso;
	}
	if (ioctl(fd, TUNSETOFFLOAD, (unsigned long)want)) {
		if (!(want & uso) || ioctl(fd, TUNSETOFFLOAD, (unsigned long)(want & ~uso)))
			return err_set(e, errno, "TUNSETOFFLOAD 0x%x: %s", want, strerror(errno));
		want &= ~uso;
	}
	*set = want;
	return 0;
}
int tap_carrier(int fd, bool on)
{
	int v = on;

	return ioctl(fd, TUNSETCARRIER, &v) ? -errno : 0;
}
int tap_speed(const char *name, uint64_t bits)
{
	union {
		struct ethtool_link_settings s;
		uint8_t with_masks[sizeof(struct ethtool_link_settings) + 3 * 127 * sizeof(uint32_t)];
	} a;
	struct ifreq r;
	int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0), code = 0;
	int words;

	if (fd < 0)
		return -errno;
	memset(&r, 0, sizeof(r));
	snprintf(r.ifr_name, sizeof(r.ifr_name), "%s", name);
	memset(&a, 0, sizeof(a));
	a.s.cmd = ETHTOOL_GLINKSETTINGS; /* first asks how many words a mask has: the answer is negative */
	r.ifr_data = (char *)&a;
	if (ioctl(fd, SIOCETHTOOL, &r) || a.s.link_mode_masks_nwords >= 0) {
		code = errno ? -errno : -EOPNOTSUPP;
	} else {
		words = -a.s.link_mode_masks_nwords;
		memset(&a, 0, sizeof(a));
		a.s.cmd = ETHTOOL_GLINKSETTINGS;
		a.s.link_mode_masks_nwords = (int8_t)words;
		if (ioctl(fd, SIOCETHTOOL, &r))
			code = -errno;
		a.s.cmd = ETHTOOL_SLINKSETTINGS;
		a.s.speed = bits / 1000000 > UINT32_MAX - 1 ? UINT32_MAX - 1 : (uint32_t)(bits / 1000000);
		a.s.duplex = DUPLEX_FULL;
		if (!code && ioctl(fd, SIOCETHTOOL, &r))
			code = -errno;
	}
	close(fd);
	return code;
}
