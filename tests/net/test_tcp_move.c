/*
 * tcp_move with real kernel connections: two network namespaces joined by a forwarder of this program, a peer process that sends and checks
 * a pattern, and the connection taken out and put back at random moments under load both ways. Every byte is compared at both ends; a reset
 * or a stall fails: a move must not cost a retransmission time-out.
 */
#include "net/tcp_move.h"
#include <fcntl.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sched.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#define FRAME 66000u
#define HELD  512u
static int tap_a = -1, tap_b = -1, ns_a = -1, ns_b = -1;
static struct {
	uint8_t *data;
	size_t length;
} held[HELD];
static unsigned held_count;
static uint64_t forwarded;
static bool usable;

static uint8_t pattern(uint64_t at, unsigned salt)
{
	return (uint8_t)((at * 2654435761u >> 13) + at + salt);
}
static int open_tap(void)
{
	struct ifreq r = {.ifr_flags = IFF_TAP | IFF_NO_PI | IFF_VNET_HDR};
	snprintf(r.ifr_name, sizeof r.ifr_name, "move0");
	const int fd = open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC);
	if (fd < 0 || ioctl(fd, TUNSETIFF, &r))
		return -1;
	ioctl(fd, TUNSETOFFLOAD, TUN_F_CSUM | TUN_F_TSO4 | TUN_F_TSO6);
	return fd;
}
static void configure(unsigned n)
{
	char command[400];
	snprintf(command, sizeof command,
	         "echo 0 > /proc/sys/net/ipv6/conf/move0/accept_dad; ip link set lo up; ip link set move0 up && ip addr add 10.9.0.%u/24 "
	         "dev move0 && "
	         "ip addr add fd09::%u/64 dev move0",
	         n, n);
	if (system(command))
		exit(3);
}
static int setup(void **state)
{
	(void)state;
	if (access("/dev/net/tun", R_OK | W_OK) || unshare(CLONE_NEWNET))
		return 0;
	ns_b = open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC);
	tap_b = open_tap();
	configure(2);
	if (unshare(CLONE_NEWNET))
		return -1;
	ns_a = open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC);
	tap_a = open_tap();
	configure(1);
	usable = tap_a >= 0 && tap_b >= 0;
	return 0;
}

/* Sequence number after a frame's payload; 0 and false when it is not the connection's. */
static bool end_of(const uint8_t *f, size_t n, const struct conn_state *s, uint32_t *end)
{
	const uint8_t *i = f + 10 + 14, *t;
	size_t total, ip;
	if (n < 10 + 14 + 40)
		return false;
	if (s->family == 4 && f[22] == 8 && f[23] == 0 && i[9] == IPPROTO_TCP) {
		ip = (size_t)(i[0] & 15) * 4;
		total = n - 24 - ip; /* a super-frame's length field may be anything */
	} else if (s->family == 6 && f[22] == 0x86 && f[23] == 0xdd && i[6] == IPPROTO_TCP) {
		ip = 40;
		total = n - 24 - ip;
	} else {
		return false;
	}
	t = i + ip;
	if (memcmp(t, &s->local_port, 2) || memcmp(t + 2, &s->remote_port, 2))
		return false;
	const uint32_t header = (uint32_t)(t[12] >> 4) * 4;
	*end = ((uint32_t)t[4] << 24 | (uint32_t)t[5] << 16 | (uint32_t)t[6] << 8 | t[7]) + (uint32_t)total - header + (t[13] & 1);
	return true;
}
static void forward_out(struct tcp_moved *moving)
{
	static uint8_t f[FRAME];
	ssize_t n;
	uint32_t end;
	while ((n = read(tap_a, f, sizeof f)) > 0) {
		if (moving && end_of(f, (size_t)n, &moving->state, &end))
			tcp_took_sent(moving, end);
		if (write(tap_b, f, (size_t)n) > 0)
			forwarded++;
	}
}
static void forward_in(bool hold)
{
	static uint8_t f[FRAME];
	ssize_t n;
	while ((n = read(tap_b, f, sizeof f)) > 0) {
		if (!hold) {
			if (write(tap_a, f, (size_t)n) > 0)
				forwarded++;
			continue;
		}
		assert_true(held_count < HELD);
		held[held_count].data = malloc((size_t)n);
		memcpy(held[held_count].data, f, (size_t)n);
		held[held_count++].length = (size_t)n;
	}
}
static void give_held(void)
{
	for (unsigned i = 0; i < held_count; i++) {
		assert_true(write(tap_a, held[i].data, held[i].length) > 0);
		free(held[i].data);
	}
	held_count = 0;
}

struct stream {
	uint64_t sent, received;
	bool eof;
};
/* As much as goes without blocking. */
static void exchange(int fd, struct stream *s, uint64_t goal, unsigned out_salt, unsigned in_salt)
{
	uint8_t buf[16384];
	ssize_t n;
	for (int i = 0; i < 8 && s->sent < goal; i++) {
		size_t part = goal - s->sent < sizeof buf ? (size_t)(goal - s->sent) : sizeof buf;
		for (size_t k = 0; k < part; k++)
			buf[k] = pattern(s->sent + k, out_salt);
		n = send(fd, buf, part, MSG_DONTWAIT | MSG_NOSIGNAL);
		if (n < 0 && errno != EAGAIN)
			_exit(41);
		if (n <= 0)
			break;
		s->sent += (uint64_t)n;
	}
	for (int i = 0; i < 8; i++) {
		n = recv(fd, buf, sizeof buf, MSG_DONTWAIT);
		if (n == 0)
			s->eof = true;
		if (n < 0 && errno != EAGAIN)
			_exit(42);
		if (n <= 0)
			break;
		for (ssize_t k = 0; k < n; k++)
			if (buf[k] != pattern(s->received + (uint64_t)k, in_salt))
				_exit(43);
		s->received += (uint64_t)n;
	}
}
static void use_cubic(int fd)
{
	if (setsockopt(fd, IPPROTO_TCP, TCP_CONGESTION, "cubic", 5))
		setsockopt(fd, IPPROTO_TCP, TCP_CONGESTION, "reno", 4);
}
static socklen_t address(int family, unsigned host, unsigned port, struct sockaddr_storage *a)
{
	memset(a, 0, sizeof *a);
	if (family == AF_INET) {
		struct sockaddr_in *v4 = (void *)a;
		*v4 = (struct sockaddr_in){
		        .sin_family = AF_INET, .sin_port = htons((uint16_t)port), .sin_addr.s_addr = htonl(0x0a090000 | host)};
		return sizeof *v4;
	}
	struct sockaddr_in6 *v6 = (void *)a;
	*v6 = (struct sockaddr_in6){.sin6_family = AF_INET6, .sin6_port = htons((uint16_t)port)};
	v6->sin6_addr.s6_addr[0] = 0xfd;
	v6->sin6_addr.s6_addr[1] = 9;
	v6->sin6_addr.s6_addr[15] = (uint8_t)host;
	return sizeof *v6;
}
/* The peer: connects, sends and checks, ends with 0 when both streams are whole. `half`: closes its sending side first and then reads on.
 */
static pid_t start_peer(int family, unsigned port, uint64_t goal, bool half)
{
	const pid_t pid = fork();
	assert_true(pid >= 0);
	if (pid)
		return pid;
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	alarm(40);
	if (setns(ns_b, CLONE_NEWNET))
		_exit(44);
	struct sockaddr_storage a;
	const socklen_t n = address(family, 1, port, &a);
	const int fd = socket(family, SOCK_STREAM, 0);
	use_cubic(fd);
	if (connect(fd, (struct sockaddr *)&a, n))
		_exit(45);
	struct stream s = {0};
	const uint64_t mine = half ? 100000 : goal;
	bool shut = false;
	while (s.received < goal || s.sent < mine) {
		struct pollfd p = {.fd = fd, .events = (short)(POLLIN | (s.sent < mine ? POLLOUT : 0))};
		poll(&p, 1, 1000);
		exchange(fd, &s, mine, 1, 2);
		if (half && s.sent == mine && !shut) {
			shutdown(fd, SHUT_WR);
			shut = true;
		}
		if (s.eof && s.received < goal)
			_exit(46);
	}
	_exit(0);
}

static void move_once(int *fd, bool fresh, int family)
{
	struct tcp_moved m;
	struct err e = {0};
	forward_in(true); /* held from here */
	const int r = tcp_take(*fd, &m, &e);
	if (r == -EAGAIN) {
		give_held();
		return;
	}
	if (r)
		fail_msg("take: %s", e.text);
	forward_out(&m);
	forward_in(true);
	if (fresh) {
		close(*fd);
		*fd = socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	}
	if (tcp_put(*fd, &m, &e))
		fail_msg("put: %s", e.text);
	if (m.fin_received) {
		uint8_t fin[10 + 200] = {0};
		const uint8_t any[6] = {2, 0, 0, 0, 0, 9};
		struct ifreq mac = {0};
		const int s = socket(AF_INET, SOCK_DGRAM, 0);
		snprintf(mac.ifr_name, sizeof mac.ifr_name, "move0");
		assert_false(ioctl(s, SIOCGIFHWADDR, &mac));
		close(s);
		const size_t n = tcp_fin_frame(&m, (uint8_t *)mac.ifr_hwaddr.sa_data, any, fin + 10, sizeof fin - 10);
		assert_true(n > 0 && write(tap_a, fin, 10 + n) > 0);
	}
	give_held();
	while (tcp_put_rest(*fd, &m) > 0) {
		struct pollfd p[3] = {{.fd = *fd, .events = POLLOUT}, {.fd = tap_a, .events = POLLIN}, {.fd = tap_b, .events = POLLIN}};
		poll(p, 3, 100);
		forward_out(NULL);
		forward_in(false);
	}
	tcp_moved_free(&m);
}

static int receive_buffer_of(int fd)
{
	int bytes = 0;
	socklen_t n = sizeof bytes;
	assert_false(getsockopt(fd, SOL_SOCKET, SO_RCVBUF, &bytes, &n));
	return bytes;
}

static void run(int family, bool fresh, bool half, unsigned moves, uint64_t goal)
{
	static unsigned port = 7000;
	struct sockaddr_storage a;
	int one = 1, status;
	if (!usable)
		skip();
	port++;
	const int listener = socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	const int buffer = 512 << 10; /* as conns.c has it; a queue of many MiB moves slowly */
	setsockopt(listener, SOL_SOCKET, SO_RCVBUF, &buffer, sizeof buffer);
	setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
	const socklen_t n = address(family, 1, port, &a);
	assert_false(bind(listener, (struct sockaddr *)&a, n));
	assert_false(listen(listener, 1));
	const pid_t peer = start_peer(family, port, goal, half);
	int fd = -1;
	const uint64_t start = clock_mono_ns();
	struct stream s = {0};
	uint64_t next = 0, last_progress = start, worst = 0;
	unsigned stalls = 0;
	bool stalled = false;
	unsigned moved = 0;
	uint32_t seed = 12345;
	const uint64_t theirs = half ? 100000 : goal;
	for (;;) {
		struct pollfd p[3] = {{.fd = tap_a, .events = POLLIN},
		                      {.fd = tap_b, .events = POLLIN},
		                      {.fd = fd < 0 ? listener : fd, .events = POLLIN | POLLOUT}};
		poll(p, 3, 1);
		forward_out(NULL);
		forward_in(false);
		if (fd < 0) {
			fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
			if (fd >= 0)
				use_cubic(fd);
			continue;
		}
		const uint64_t before = s.sent + s.received, now = clock_mono_ns();
		/* slow enough that the moves are spread over the stream */
		const uint64_t allowed = goal * (moved + 1) / (moves + 1);
		exchange(fd, &s, allowed < goal ? allowed : goal, 2, 1);
		if (s.sent + s.received != before)
			last_progress = now;
		else if (now - last_progress > worst)
			worst = now - last_progress;
		if (now - last_progress > 250000000 && !stalled)
			stalls++, stalled = true;
		else if (now == last_progress)
			stalled = false;
		if (moved < moves && now > next) {
			move_once(&fd, fresh, family);
			moved++;
			seed = seed * 1664525 + 1013904223;
			next = clock_mono_ns() + (seed >> 16) % 3000 * 1000;
		}
		if (moved == moves && s.sent == goal && s.received == theirs)
			break;
		if (now - start > 35000000000ull)
			fail_msg("stuck after %u moves: sent %llu, received %llu", moved, (unsigned long long)s.sent,
			         (unsigned long long)s.received);
	}
	while (waitpid(peer, &status, WNOHANG) == 0) {
		struct pollfd p[2] = {{.fd = tap_a, .events = POLLIN}, {.fd = tap_b, .events = POLLIN}};
		poll(p, 2, 10);
		forward_out(NULL);
		forward_in(false);
	}
	assert_true(receive_buffer_of(fd) <= 4 << 20); /* no move makes the next one larger */
	if (status)
		fail_msg("the peer says %d (41 send, 42 receive, 43 wrong byte, 46 early end)", WEXITSTATUS(status));
	close(fd);
	close(listener);
	/* nothing is lost here, so nothing waits for a retransmission, whatever the machine is busy with */
	assert_true(stalls <= 1);
	print_message("%u moves, %llu MiB each way, %u waits above 250 ms, the longest %.1f ms\n", moved, (unsigned long long)(goal >> 20),
	              stalls, (double)worst / 1e6);
}
static void in_place_ipv4(void **state)
{
	(void)state;
	run(AF_INET, false, false, 200, 64 << 20);
}
static void in_place_ipv6(void **state)
{
	(void)state;
	run(AF_INET6, false, false, 200, 64 << 20);
}
static void into_a_new_socket(void **state)
{
	(void)state;
	run(AF_INET, true, false, 100, 32 << 20);
	run(AF_INET6, true, false, 100, 32 << 20);
}
static void after_the_peers_fin(void **state)
{
	(void)state;
	run(AF_INET, false, true, 50, 16 << 20);
	run(AF_INET6, false, true, 50, 16 << 20);
}
/* A large buffer (above net.core.rmem_max), and nobody reads: what the peer was promised must fit after every move, and all of it arrive.
 */
static void a_full_receive_queue_keeps_its_promise(void **state)
{
	(void)state;
	if (!usable)
		skip();
	const uint64_t goal = 48 << 20;
	struct sockaddr_storage a;
	int status = 0, fd = -1;
	const int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	const socklen_t n = address(AF_INET, 1, 6999, &a);
	const int large = 10 << 20;
	assert_false(setsockopt(listener, SOL_SOCKET, SO_RCVBUFFORCE, &large, sizeof large));
	assert_false(bind(listener, (struct sockaddr *)&a, n));
	assert_false(listen(listener, 1));
	const pid_t peer = start_peer(AF_INET, 6999, goal, false);
	struct stream s = {0};
	const uint64_t start = clock_mono_ns();
	for (unsigned turn = 0; waitpid(peer, &status, WNOHANG) == 0; turn++) {
		struct pollfd p[2] = {{.fd = tap_a, .events = POLLIN}, {.fd = tap_b, .events = POLLIN}};
		poll(p, 2, 1);
		forward_out(NULL);
		forward_in(false);
		if (fd < 0) {
			fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
			continue;
		}
		const uint64_t age = clock_mono_ns() - start;
		if (age > 35000000000ull)
			fail_msg("stuck: sent %llu, received %llu", (unsigned long long)s.sent, (unsigned long long)s.received);
		if (age > 2000000000)
			exchange(fd, &s, goal, 2, 1);
		else if (turn % 50 == 49) {
			const int before = receive_buffer_of(fd);
			move_once(&fd, false, AF_INET);
			assert_true(receive_buffer_of(fd) >= before);
		}
	}
	if (status)
		fail_msg("the peer says %d", WEXITSTATUS(status));
	while (s.received < goal) {
		const uint64_t before = s.received;
		exchange(fd, &s, goal, 2, 1);
		assert_true(s.received > before);
	}
	close(fd);
	close(listener);
}
static void what_cannot_move_says_so(void **state)
{
	(void)state;
	struct err e = {0};
	const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	assert_int_equal(tcp_movable(fd, &e), -EOPNOTSUPP);
	assert_non_null(strstr(e.text, "CLOSE"));
	close(fd);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(what_cannot_move_says_so),
	        cmocka_unit_test(in_place_ipv4),
	        cmocka_unit_test(in_place_ipv6),
	        cmocka_unit_test(into_a_new_socket),
	        cmocka_unit_test(after_the_peers_fin),
	        cmocka_unit_test(a_full_receive_queue_keeps_its_promise),
	};
	return cmocka_run_group_tests(tests, setup, NULL);
}
