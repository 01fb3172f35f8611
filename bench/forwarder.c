/*
 * The yardstick of the traffic benchmarks: two network namespaces joined by nothing but a forwarder between two TAPs (same flags, same
 * virtio-net headers, same super-frames as Flue's, no driver, no NIC), or by a veth pair.
 *
 *   forwarder tap|tap-plain|veth [MTU]
 *
 * tap-plain: no offload on either TAP, so frames are cut to MTU. Prints "ready HOSTPID PEERPID": processes that live in the two namespaces
 * (nsenter -t PID -n). Everything goes when stdin closes or the program ends. Host is 10.77.0.1 and fd77::1, peer .2 and ::2.
 */
#include <errno.h>
#include <fcntl.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define FRAME_MAX (10 + 65600)
#ifndef TUN_F_USO4
#define TUN_F_USO4 0x20
#define TUN_F_USO6 0x40
#endif

static void die(const char *what)
{
	fprintf(stderr, "forwarder: %s: %s\n", what, strerror(errno));
	exit(3);
}
static void run(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
static void run(const char *fmt, ...)
{
	char command[512];
	va_list ap;
	va_start(ap, fmt);
	vsnprintf(command, sizeof command, fmt, ap);
	va_end(ap);
	if (system(command)) {
		errno = EIO;
		die(command);
	}
}
/* A process in a network namespace of its own. */
static pid_t holder(void)
{
	int ready[2];
	char c;
	if (pipe(ready))
		die("pipe");
	pid_t pid = fork();
	if (pid < 0)
		die("fork");
	if (!pid) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		if (unshare(CLONE_NEWNET))
			die("a network namespace (run as root)");
		if (write(ready[1], "r", 1) != 1)
			_exit(3);
		for (;;)
			pause();
	}
	close(ready[1]);
	if (read(ready[0], &c, 1) != 1)
		exit(3);
	close(ready[0]);
	return pid;
}
static void enter(pid_t pid)
{
	char path[64];
	snprintf(path, sizeof path, "/proc/%d/ns/net", pid);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0 || setns(fd, CLONE_NEWNET))
		die(path);
	close(fd);
}
static int tap(pid_t in, bool plain)
{
	struct ifreq r = {.ifr_flags = IFF_TAP | IFF_NO_PI | IFF_VNET_HDR};
	int header = 10;
	unsigned all = TUN_F_CSUM | TUN_F_TSO4 | TUN_F_TSO6 | TUN_F_TSO_ECN;
	enter(in);
	int fd = open("/dev/net/tun", O_RDWR | O_CLOEXEC | O_NONBLOCK);
	snprintf(r.ifr_name, sizeof r.ifr_name, "bench0");
	if (fd < 0 || ioctl(fd, TUNSETIFF, &r) || ioctl(fd, TUNSETVNETHDRSZ, &header))
		die("/dev/net/tun");
	if (ioctl(fd, TUNSETOFFLOAD, plain ? 0 : all | TUN_F_USO4 | TUN_F_USO6) && ioctl(fd, TUNSETOFFLOAD, plain ? 0 : all))
		die("TUNSETOFFLOAD");
	return fd;
}
static void address(pid_t in, unsigned n, unsigned mtu)
{
	enter(in);
	run("echo 0 > /proc/sys/net/ipv6/conf/bench0/accept_dad");
	run("ip link set lo up && ip link set bench0 mtu %u up && ip addr add 10.77.0.%u/24 dev bench0 && ip addr add fd77::%u/64 dev "
	    "bench0",
	    mtu, n, n);
}
static void forward(int from, int to)
{
	static char frame[FRAME_MAX];
	for (int i = 0; i < 64; i++) {
		const ssize_t n = read(from, frame, sizeof frame);
		if (n <= 0)
			return;
		if (write(to, frame, (size_t)n) < 0 && errno != EAGAIN && errno != ENOBUFS && errno != EIO && errno != EINVAL)
			die("write");
	}
}

int main(int argc, char **argv)
{
	const char *kind = argc > 1 ? argv[1] : "";
	const unsigned mtu = argc > 2 ? (unsigned)atoi(argv[2]) : 1500;
	const bool plain = !strcmp(kind, "tap-plain"), veth = !strcmp(kind, "veth");
	int a = -1, b = -1;
	if ((!plain && !veth && strcmp(kind, "tap")) || mtu < 1280 || mtu > 9000) {
		fprintf(stderr, "usage: forwarder tap|tap-plain|veth [MTU]\n");
		return 2;
	}
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	const pid_t host = holder(), peer = holder();
	if (veth) {
		enter(host);
		run("ip link add bench0 type veth peer name bench0 netns %d", peer);
	} else {
		a = tap(host, plain);
		b = tap(peer, plain);
	}
	address(host, 1, mtu);
	address(peer, 2, mtu);
	printf("ready %d %d\n", host, peer);
	fflush(stdout);
	struct pollfd fds[3] = {{.fd = 0, .events = POLLIN}, {.fd = a, .events = POLLIN}, {.fd = b, .events = POLLIN}};
	for (;;) {
		if (poll(fds, 3, -1) < 0)
			die("poll");
		if (fds[0].revents)
			break;
		if (fds[1].revents)
			forward(a, b);
		if (fds[2].revents)
			forward(b, a);
	}
	kill(host, SIGKILL);
	kill(peer, SIGKILL);
	return 0;
}
