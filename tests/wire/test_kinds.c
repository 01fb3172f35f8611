/*
 * wire: tap, packet and link against the real thing: Linux answers at the other end of a TAP and of a veth pair, in namespaces that this
 * process makes; a link's other end is another process.
 */
#include "wire_test.h"
#include <dirent.h>
#include <fcntl.h>
#include <net/if.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>

static uint8_t frame[FRAME_MAX], got[FRAME_MAX];
static char dir[] = "/tmp/flue-link-XXXXXX";
static const char *no_network; /* why there are no namespaces */

static void write_file(const char *path, const char *text)
{
	const int fd = open(path, O_WRONLY);

	if (fd >= 0) {
		if (write(fd, text, strlen(text)) < 0)
			print_message("%s: %s\n", path, strerror(errno));
		close(fd);
	}
}
static void enter_network(void)
{
	const unsigned uid = geteuid(), gid = getegid();
	char map[64];

	if (uid && unshare(CLONE_NEWUSER)) {
		no_network = "no user namespaces here";
		return;
	}
	if (uid) {
		snprintf(map, sizeof(map), "0 %u 1", uid);
		write_file("/proc/self/setgroups", "deny");
		write_file("/proc/self/uid_map", map);
		snprintf(map, sizeof(map), "0 %u 1", gid);
		write_file("/proc/self/gid_map", map);
	}
	if (unshare(CLONE_NEWNET))
		no_network = "no network namespaces here";
	else if (access("/dev/net/tun", R_OK | W_OK))
		no_network = "/dev/net/tun can't be opened here";
}
static void run(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
static void run(const char *fmt, ...)
{
	char command[300];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(command, sizeof(command), fmt, ap);
	va_end(ap);
	if (system(command))
		fail_msg("failed: %s", command);
}
/* The next frame of this Ethernet type, within two seconds. */
static ssize_t expect(struct wire *w, unsigned type, struct frame_info *info)
{
	const struct iovec iov[2] = {{got, 13}, {got + 13, sizeof(got) - 13}};
	const uint64_t until = clock_mono_ns() + 2000000000ull;

	while (clock_mono_ns() < until) {
		struct pollfd p = {wire_fd(w), POLLIN, 0};
		const ssize_t n = wire_receive(w, info, iov, 2);

		if (n > 0 && peek16(got + 12) == type)
			return n;
		if (n == 0)
			poll(&p, 1, 20);
	}
	fail_msg("nothing of type %04x came", type);
	return 0;
}
static unsigned make_arp(uint8_t *f, unsigned last)
{
	memset(f, 0, 60);
	memset(f, 0xff, 6);
	memcpy(f + 6, (const uint8_t[]){2, 0, 0, 0, 0, 9}, 6);
	memcpy(f + 12, (const uint8_t[]){8, 6, 0, 1, 8, 0, 6, 4, 0, 1, 2, 0, 0, 0, 0, 9, 10, 9, 0, 2}, 20);
	memcpy(f + 38, (const uint8_t[]){10, 9, 0, (uint8_t)last}, 4);
	return 60;
}
static void ping(struct wire *w, unsigned host)
{
	struct frame_info info;
	uint8_t mac[6];
	ssize_t n;

	assert_int_equal(send_flat(w, frame, make_arp(frame, host)), 0);
	expect(w, 0x0806, &info);
	assert_memory_equal(got + 28, ((const uint8_t[]){10, 9, 0, (uint8_t)host}), 4);
	memcpy(mac, got + 6, 6);
	memset(frame, 0, 98); /* an ICMP echo request of 56 bytes */
	memcpy(frame, mac, 6);
	memcpy(frame + 6, (const uint8_t[]){2, 0, 0, 0, 0, 9, 8, 0, 0x45, 0, 0, 84}, 12);
	memcpy(frame + 22, (const uint8_t[]){64, 1, 0, 0, 10, 9, 0, 2, 10, 9, 0, (uint8_t)host, 8}, 13);
	poke16(frame + 24, 0xffff - plain_sum(frame + 14, 20, 0));
	memset(frame + 42, 'p', 56);
	poke16(frame + 36, 0xffff - plain_sum(frame + 34, 64, 0));
	assert_int_equal(send_flat(w, frame, 98), 0);
	do
		n = expect(w, 0x0800, &info);
	while (got[23] != 1);
	assert_int_equal(n, 98);
	assert_int_equal(got[34], 0); /* echo reply */
	assert_int_equal(plain_sum(got + 34, 64, 0), 0xffff);
}
static void tap_reaches_linux(void **s)
{
	static const char *const specs[] = {"tap", "tap,cut", "tap,delay=5ms,seed=3"};

	(void)s;
	if (no_network) {
		print_message("%s\n", no_network);
		skip();
	}
	for (size_t i = 0; i < ARRAY_LEN(specs); i++) {
		struct wire *w = open_wire(specs[i], NULL);
		json_t *j = wire_show(w);
		const char *name = json_string_value(json_object_get(j, "interface"));
		uint64_t from;

		assert_string_equal(name, "t0-wire");
		assert_int_equal(wire_carries_gso(w), i == 0);
		run("ip link set %s address 02:00:00:00:00:01 up && ip address add 10.9.0.1/24 dev %s", name, name);
		from = clock_mono_ns();
		ping(w, 1);
		if (i == 2)
			assert_true(clock_mono_ns() - from >= 20000000); /* four times through the cable */
		json_decref(j);
		wire_close(w);
	}
}
/* Linux sends TCP over the TAP: with super-frames, or cut: then every segment has its checksums. */
static void tcp_over(const char *spec, bool cut)
{
	struct wire *w = open_wire(spec, NULL);
	const struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(99), .sin_addr.s_addr = htonl(0x0a090002)};
	struct frame_info info;
	uint32_t seq, total = 0, seen = 0;
	int fd, one = 1 << 20;
	static char data[60000];

	run("ip link set t0-wire address 02:00:00:00:00:01 up && ip address add 10.9.0.1/24 dev t0-wire && "
	    "ip neigh add 10.9.0.2 lladdr 02:00:00:00:00:09 dev t0-wire");
	fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
	setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &one, sizeof(one));
	assert_int_equal(connect(fd, (const struct sockaddr *)&to, sizeof(to)), -1);
	do
		expect(w, 0x0800, &info);
	while (got[23] != 6 || !(got[47] & 2));
	if (cut)
		assert_true(sums_good(got, 14 + peek16(got + 16)));
	seq = (uint32_t)peek16(got + 38) << 16 | peek16(got + 40);
	memset(frame, 0, 64); /* SYN ACK, mss 1400, a window of 64K */
	memcpy(frame, got + 6, 6);
	memcpy(frame + 6, got, 6);
	memcpy(frame + 12, (const uint8_t[]){8, 0, 0x45, 0, 0, 44, 0, 0, 0x40, 0, 64, 6, 0, 0}, 14);
	memcpy(frame + 26, got + 30, 4);
	memcpy(frame + 30, got + 26, 4);
	memcpy(frame + 34, got + 36, 2);
	memcpy(frame + 36, got + 34, 2);
	poke16(frame + 38, 1);
	poke16(frame + 42, (seq + 1) >> 16);
	poke16(frame + 44, (seq + 1) & 0xffff);
	memcpy(frame + 46, (const uint8_t[]){0x60, 0x12, 0xff, 0xff, 0, 0, 0, 0, 2, 4, 1400 / 256, 1400 % 256}, 12);
	poke16(frame + 24, 0xffff - plain_sum(frame + 14, 20, 0));
	poke16(frame + 50, 0xffff - plain_sum(frame + 34, 24, 6 + 24 + plain_sum(frame + 26, 8, 0)));
	assert_true(sums_good(frame, 58));
	assert_int_equal(send_flat(w, frame, 58), 0);
	do
		expect(w, 0x0800, &info);
	while (got[23] != 6);
	memset(data, 'x', sizeof(data));
	assert_int_equal(write(fd, data, sizeof(data)), sizeof(data));
	while (total < 10 * 1400) { /* the initial window */
		const ssize_t n = expect(w, 0x0800, &info);
		const unsigned header = 14 + 20 + (got[46] >> 4) * 4u, payload = peek16(got + 16) + 14u - header;

		assert_true(n >= 14);
		if (got[23] != 6 || !payload)
			continue;
		total += payload;
		if (cut) {
			assert_true(payload <= 1400);
			assert_true(sums_good(got, 14 + peek16(got + 16)));
			assert_int_equal(info.gso_type | info.flags, 0);
		} else if (payload > 1400) {
			seen++;
			assert_int_equal(info.gso_type, VIRTIO_NET_HDR_GSO_TCPV4);
			assert_int_equal(info.gso_size, 1400);
			assert_int_equal(info.flags, VIRTIO_NET_HDR_F_NEEDS_CSUM);
		}
	}
	assert_true(cut || seen > 0);
	close(fd);
	wire_close(w);
}
static void tap_carries_super_frames_or_cuts_them(void **s)
{
	(void)s;
	if (no_network)
		skip();
	tcp_over("tap", false);
	tcp_over("tap,cut", true);
}
static void packet_reaches_the_other_end_of_a_veth(void **s)
{
	struct frame_info info;
	struct wire *w;

	(void)s;
	if (no_network)
		skip();
	if (system("ip link add va type veth peer name vb 2> /dev/null")) {
		print_message("this kernel has no veth\n");
		skip();
	}
	run("ip link set va up && ip link set vb up && ip address add 10.9.0.3/24 dev vb");
	w = open_wire("packet=va", NULL);
	ping(w, 3);
	/* what this machine itself sends out of va is not for the NIC */
	run("ip address add 10.8.0.1/24 dev va; ping -c 1 -W 0.2 -I va 10.8.0.7 > /dev/null 2>&1; true");
	for (int i = 0; i < 50; i++) {
		const struct iovec iov = {got, sizeof(got)};

		if (wire_receive(w, &info, &iov, 1) > 0 && peek16(got + 12) == 0x0806)
			assert_memory_not_equal(got + 28, ((const uint8_t[]){10, 8, 0, 1}), 4);
	}
	run("ip link set va down");
	const struct iovec iov = {got, sizeof(got)};

	while (wire_receive(w, &info, &iov, 1) > 0) /* down: nothing comes, nothing breaks */
		;
	run("ip link set va up && ip link set va mtu 1000");
	assert_int_equal(send_flat(w, frame, make_udp(frame, 1200, 1)), -EMSGSIZE);
	assert_int_equal(shown(w, "sent", "dropped"), 1);
	wire_close(w);
	run("ip link delete va");
}
static void packet_says_what_it_lacks(void **s)
{
	const struct wire_options o = {.name = "t0", .tap_fd = -1};
	pid_t pid;
	int status;

	(void)s;
	if (no_network)
		skip();
	run("ip link set lo up");
	pid = fork();
	if (!pid) {
		struct wire *w;
		struct err e = {0};

		/* without any right: another user, or a user namespace of no meaning here */
		if (unshare(CLONE_NEWUSER) || wire_open("packet=lo", &o, &w, &e) != -EPERM || !strstr(e.text, "needs CAP_NET_RAW"))
			_exit(1);
		_exit(0);
	}
	waitpid(pid, &status, 0);
	assert_int_equal(status, 0);
}

/* ---- link */
static unsigned early; /* frames that came while the test waited for the link */

/* Sends and takes frames at the same time, as a NIC does: how many good ones came. */
static unsigned exchange(struct wire *w, unsigned send, unsigned expected, unsigned seconds)
{
	const uint64_t until = clock_mono_ns() + seconds * 1000000000ull;
	const struct iovec iov = {got, sizeof(got)};
	struct frame_info info;
	unsigned have = early, sent = 0;

	early = 0;
	while ((have < expected || sent < send) && clock_mono_ns() < until) {
		const ssize_t r = wire_receive(w, &info, &iov, 1);
		int out = -EAGAIN;

		have += r > 0 && sums_good(got, (size_t)r);
		if (sent < send)
			out = send_flat(w, frame, make_udp(frame, sent == 7 ? 60000 : 100 + sent % 900, sent));
		if (out && out != -EAGAIN)
			return 0;
		sent += !out;
		if (r == 0 && out)
			usleep(100);
	}
	return have;
}
static bool link_up(struct wire *w, bool up)
{
	const struct iovec iov = {got, sizeof(got)};
	struct frame_info info;

	for (int i = 0; i < 3000; i++) {
		json_t *j;
		bool now;

		const ssize_t r = wire_receive(w, &info, &iov, 1);

		early += r > 0 && sums_good(got, (size_t)r);
		j = wire_show(w);
		now = json_is_true(json_object_get(j, "peer"));
		json_decref(j);
		if (now == up)
			return true;
		usleep(1000);
	}
	return false;
}
static const struct wire_options link_options = {.name = "t0", .tap_fd = -1, .directory = dir};

/* The other process: echoes how many it got by its exit status. */
static pid_t other_end(unsigned n)
{
	const pid_t pid = fork();

	if (!pid) {
		struct wire *w = open_wire("link=cable", &link_options);

		alarm(10);
		if (!link_up(w, true))
			_exit(2);
		if (exchange(w, n, n, 5) != n)
			_exit(3);
		wire_close(w);
		_exit(0);
	}
	return pid;
}
static void link_joins_two_processes_again_and_again(void **s)
{
	struct wire *w, *third = NULL;
	struct err e = {0};
	int status;
	pid_t pid;

	(void)s;
	w = open_wire("link=cable", &link_options);
	assert_int_equal(send_flat(w, frame, make_udp(frame, 100, 0)), -ENOLINK); /* nobody there */
	for (int round = 0; round < 2; round++) {
		pid = other_end(500);
		assert_true(link_up(w, true));
		assert_int_equal(exchange(w, 500, 500, 5), 500);
		assert_int_equal(waitpid(pid, &status, 0), pid);
		assert_int_equal(status, 0);
		assert_true(link_up(w, false));
	}
	pid = other_end(100);
	assert_true(link_up(w, true));
	/* a third hears that it is one too many; somebody must look at the door meanwhile */
	const pid_t asks = fork();

	if (!asks)
		_exit(wire_open("link=cable", &link_options, &third, &e) == -EBUSY && strstr(e.text, "two ends already") ? 0 : 1);
	assert_int_equal(exchange(w, 0, 101, 2), 100);
	waitpid(asks, &status, 0);
	assert_int_equal(status, 0);
	kill(pid, SIGKILL); /* the other lab dies */
	waitpid(pid, &status, 0);
	assert_true(link_up(w, false));
	wire_close(w);
	/* nothing is left */
	DIR *d = opendir(dir);
	unsigned left = 0;

	for (const struct dirent *x; (x = readdir(d));)
		left += x->d_name[0] != '.';
	closedir(d);
	assert_int_equal(left, 0);
}
static void the_end_that_stays_finds_a_new_one(void **s)
{
	struct wire *a = open_wire("link=again", &link_options), *b = open_wire("link=again", &link_options);

	(void)s;
	assert_true(link_up(a, true));
	assert_true(link_up(b, true));
	wire_close(a); /* the one that listened */
	assert_true(link_up(b, false));
	a = open_wire("link=again", &link_options);
	for (int i = 0; i < 500; i++, usleep(1000)) { /* both must be looked after */
		struct frame_info info;
		const struct iovec iov = {got, sizeof(got)};

		wire_receive(a, &info, &iov, 1);
		wire_receive(b, &info, &iov, 1);
	}
	assert_true(link_up(a, true));
	assert_true(link_up(b, true));
	assert_int_equal(send_flat(a, frame, make_udp(frame, 100, 3)), 0);
	assert_int_equal(exchange(b, 0, 1, 2), 1);
	wire_close(a);
	wire_close(b);
}
static void a_dead_ends_socket_is_no_obstacle(void **s)
{
	const pid_t pid = fork();
	struct wire *w;
	int status;

	(void)s;
	if (!pid) {
		open_wire("link=dead", &link_options);
		_exit(0); /* without a word */
	}
	waitpid(pid, &status, 0);
	w = open_wire("link=dead", &link_options);
	wire_close(w);
}
static void others_directories_are_refused(void **s)
{
	const struct wire_options open_to_all = {.name = "t0", .tap_fd = -1, .directory = "/tmp"};
	struct wire *w;
	struct err e = {0};

	(void)s;
	assert_int_equal(wire_open("link=x", &open_to_all, &w, &e), -EPERM);
	assert_non_null(strstr(e.text, "mode 0700"));
}
static int set_up(void **s)
{
	(void)s;
	assert_non_null(mkdtemp(dir));
	enter_network();
	return 0;
}
static int tear_down(void **s)
{
	(void)s;
	return rmdir(dir);
}
int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(tap_reaches_linux),
	        cmocka_unit_test(tap_carries_super_frames_or_cuts_them),
	        cmocka_unit_test(packet_reaches_the_other_end_of_a_veth),
	        cmocka_unit_test(packet_says_what_it_lacks),
	        cmocka_unit_test(link_joins_two_processes_again_and_again),
	        cmocka_unit_test(the_end_that_stays_finds_a_new_one),
	        cmocka_unit_test(a_dead_ends_socket_is_no_obstacle),
	        cmocka_unit_test(others_directories_are_refused),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
