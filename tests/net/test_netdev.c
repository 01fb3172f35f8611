/*
 * A netdev in a network namespace of the test's own, with a port whose machine's end the test plays by hand: what Linux sends arrives in
 * slots, what the "driver" indicates arrives at Linux, and everything net.h promises of configuration, back-pressure, sleep and hostility.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "net/net.h"
#include <arpa/inet.h>
#include <fcntl.h>
#include <linux/ethtool.h>
#include <linux/if_tun.h>
#include <linux/sockios.h>
#include <linux/virtio_net.h>
#include <net/if.h>
#include <poll.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#define RAM_BYTES (PORT_BYTES + (1u << 20))
#define AREA      4096u /* of the port, in RAM */
#define BUFFERS   (AREA + PORT_BYTES)

static uint8_t *ram;
static int kick_fd, wake_fd;
static struct net *net;
static struct port_lab port;
static struct port_shared *shared;
static char finding[200];
static bool may; /* namespaces and /dev/net/tun */
static struct port_net usual = {.up = true,
                                .running = true,
                                .link = true,
                                .mac = {2, 0xf1, 0xe0, 0, 0, 1},
                                .mtu = 1500,
                                .queues = 1,
                                .speed = 25000000000ull,
                                .csum4 = true,
                                .csum6 = true,
                                .tso4 = 64000,
                                .tso6 = 60000,
                                .uso4 = 60000,
                                .uso6 = 60000};
static void on_finding(void *ctx, const char *klass, const char *text)
{
	(void)ctx;
	snprintf(finding, sizeof(finding), "%.20s: %.160s", klass, text);
}
static void put(const char *path, const char *text)
{
	int fd = open(path, O_WRONLY);

	if (fd >= 0 && write(fd, text, strlen(text)) < 0)
		perror(path);
	if (fd >= 0)
		close(fd);
}
static int group_up(void **state)
{
	uid_t uid = getuid();
	gid_t gid = getgid();
	char map[32];

	(void)state;
	may = access("/dev/net/tun", R_OK | W_OK) == 0 && unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0;
	put("/proc/self/setgroups", "deny");
	snprintf(map, sizeof(map), "0 %u 1", uid);
	put("/proc/self/uid_map", map);
	snprintf(map, sizeof(map), "0 %u 1", gid);
	put("/proc/self/gid_map", map);
	put("/proc/sys/net/ipv6/conf/default/router_solicitations", "0");
	put("/proc/sys/net/ipv6/conf/default/accept_dad", "0");
	put("/proc/sys/net/ipv6/conf/all/accept_dad", "0");
	return 0;
}
static void start_with(struct net_options o)
{
	struct err e = {0};

	if (!may) {
		print_message("no namespaces or no /dev/net/tun here\n");
		skip();
	}
	*finding = 0;
	o.finding = on_finding;
	if (!o.name)
		o.name = "toe0";
	ram = mmap(NULL, RAM_BYTES, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	assert_true(ram != MAP_FAILED);
	kick_fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
	wake_fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
	if (net_open(&o, &net, &e))
		fail_msg("%s", e.text);
	port_lab_init(&port, ram, RAM_BYTES, AREA, PORT_QUEUES, kick_fd, wake_fd);
	shared = (void *)(ram + AREA);
	assert_int_equal(net_attach(net, &port, &e), 0);
}
static void start(void)
{
	start_with((struct net_options){.tap_fd = -1, .queues = PORT_QUEUES, .address4 = "10.77.0.1/24", .address6 = "fd77::1/64"});
	net_config(net, &usual);
}
static int stop(void **state)
{
	(void)state;
	if (net) {
		net_close(net);
		close(kick_fd);
		close(wake_fd);
		munmap(ram, RAM_BYTES);
	}
	net = NULL;
	return 0;
}
/* ---- the machine's end */
static uint32_t tx_tail, done_head, rx_head;
static void fresh_machine(void)
{
	tx_tail = done_head = rx_head = 0;
}
static bool next_tx(unsigned q, struct port_frame *f, int timeout_ms)
{
	struct port_queue *s = &shared->queue[q];

	for (int i = 0; i <= timeout_ms; i++) {
		if (atomic_load(&s->tx.head) != tx_tail) {
			*f = s->tx_cell[tx_tail++ % PORT_CELLS];
			atomic_store(&s->tx.tail, tx_tail);
			return true;
		}
		usleep(1000);
	}
	return false;
}
static void wake(void)
{
	uint64_t one = 1;

	atomic_thread_fence(memory_order_seq_cst);
	if (atomic_exchange(&shared->lab_sleeps, 0))
		assert_int_equal(write(wake_fd, &one, 8), 8);
}
static void complete(unsigned q, uint32_t slot)
{
	struct port_queue *s = &shared->queue[q];

	s->tx_done_slot[done_head++ % PORT_DONE] = slot;
	atomic_store(&s->tx_done.head, done_head);
	wake();
}
/* A frame for Linux in as many pieces as `cut` makes of it. */
static void indicate(const void *frame, uint32_t bytes, uint32_t cut, struct frame_info info, uint32_t cookie)
{
	struct port_queue *s = &shared->queue[0];
	struct port_frame f = {.cookie = cookie, .bytes = bytes, .info = info};
	struct port_piece piece[PORT_PIECES + 4] = {{0, 0, 0}};
	uint32_t cells = 1;

	for (uint32_t at = 0; at < bytes; at += cut) {
		uint32_t n = bytes - at < cut ? bytes - at : cut, where = BUFFERS + f.pieces * 2048u;

		memcpy(ram + where, (const uint8_t *)frame + at, n);
		piece[f.pieces++] = (struct port_piece){where, n, 0};
	}
	memcpy(f.piece, piece, sizeof(f.piece));
	s->rx_cell[rx_head % PORT_CELLS] = f;
	for (; f.pieces > PORT_INLINE + (cells - 1) * 4; cells++)
		memcpy(&s->rx_cell[(rx_head + cells) % PORT_CELLS], piece + PORT_INLINE + (cells - 1) * 4, sizeof(f));
	rx_head += cells;
	atomic_store(&s->rx.head, rx_head);
	wake();
}
/* ---- Linux's end */
static int udp_socket(void)
{
	struct sockaddr_in a = {.sin_family = AF_INET, .sin_port = htons(7777)};
	int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0), on = 1;

	setsockopt(fd, SOL_SOCKET, SO_BROADCAST, &on, sizeof(on));
	assert_int_equal(bind(fd, (void *)&a, sizeof(a)), 0);
	return fd;
}
static void send_broadcast(int fd, const void *data, size_t n)
{
	struct sockaddr_in a = {.sin_family = AF_INET, .sin_port = htons(9), .sin_addr.s_addr = inet_addr("10.77.0.255")};

	assert_int_equal(sendto(fd, data, n, 0, (void *)&a, sizeof(a)), (ssize_t)n);
}
/* Waits for the UDP frame among what an interface says of itself (MLD, ARP). */
static bool next_udp(struct port_frame *f)
{
	for (int i = 0; i < 100 && next_tx(0, f, 1000); i++) {
		const uint8_t *p = ram + f->piece[0].offset;

		if (p[12] == 8 && p[13] == 0 && p[23] == 17)
			return true;
		complete(0, f->cookie);
	}
	return false;
}
static size_t udp_frame(uint8_t *out, size_t payload, uint8_t fill)
{
	size_t total = 28 + payload;
	uint32_t sum = 0;

	memset(out, 0, 42);
	memcpy(out, usual.mac, 6);
	memcpy(out + 6, "\2\0\0\0\0\2\10", 7);
	out[12] = 8;
	out[14] = 0x45;
	out[16] = (uint8_t)(total >> 8);
	out[17] = (uint8_t)total;
	out[22] = 64;
	out[23] = 17;
	memcpy(out + 26, "\12\115\0\2\12\115\0\1", 8);
	for (int i = 14; i < 34; i += 2)
		sum += (uint32_t)out[i] << 8 | out[i + 1];
	sum = (sum & 0xffff) + (sum >> 16);
	sum = ~((sum & 0xffff) + (sum >> 16));
	out[24] = (uint8_t)(sum >> 8);
	out[25] = (uint8_t)sum;
	out[35] = 9;
	out[36] = 7777 >> 8;
	out[37] = 7777 & 0xff;
	out[38] = (uint8_t)((8 + payload) >> 8);
	out[39] = (uint8_t)(8 + payload); /* no UDP checksum: 0 */
	memset(out + 42, fill, payload);
	return 42 + payload;
}
static bool receives(int fd, size_t want, uint8_t fill)
{
	static uint8_t buf[70000];
	struct pollfd p = {fd, POLLIN, 0};
	ssize_t n;

	if (poll(&p, 1, 1000) != 1)
		return false;
	n = recv(fd, buf, sizeof(buf), 0);
	if (n != (ssize_t)want)
		return false;
	for (ssize_t i = 0; i < n; i++)
		if (buf[i] != fill)
			return false;
	return true;
}
static json_int_t shown(const char *name)
{
	json_t *j = net_show(net);
	json_int_t v = json_integer_value(json_object_get(j, name));

	json_decref(j);
	return v;
}
static bool offloads(const char *name)
{
	json_t *j = net_show(net), *v;
	bool found = false;
	size_t i;

	json_array_foreach(json_object_get(j, "offloads"), i, v) found |= !strcmp(json_string_value(v), name);
	json_decref(j);
	return found;
}
static int ioctl_on(unsigned long request, struct ifreq *r)
{
	int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0), code;

	snprintf(r->ifr_name, sizeof(r->ifr_name), "toe0");
	code = ioctl(fd, request, r);
	close(fd);
	return code;
}

/* ---- tests */
static void frames_go_both_ways(void **state)
{
	struct port_frame f;
	uint8_t frame[3000];
	char text[600];
	int fd;

	(void)state;
	fresh_machine();
	start();
	fd = udp_socket();
	memset(text, 'x', sizeof(text));
	send_broadcast(fd, text, sizeof(text));
	assert_true(next_udp(&f));
	assert_int_equal(f.bytes, 42 + sizeof(text));
	assert_int_equal(f.pieces, 1);
	assert_memory_equal(ram + f.piece[0].offset + 6, usual.mac, 6);
	assert_memory_equal(ram + f.piece[0].offset + 42, text, sizeof(text));
	/* the checksum is ours to make: Linux says so beside the frame */
	assert_true(f.info.flags & VIRTIO_NET_HDR_F_NEEDS_CSUM);
	assert_int_equal(f.info.csum_start, 34);
	assert_int_equal(f.info.csum_offset, 6);
	complete(0, f.cookie);
	for (uint32_t cut = 20; cut <= 2048; cut = cut * 3 / 2) { /* up to 53 pieces, in several cells */
		size_t n = udp_frame(frame, 1000, (uint8_t)cut);

		indicate(frame, (uint32_t)n, cut, (struct frame_info){0}, cut);
		assert_true(receives(fd, 1000, (uint8_t)cut));
		for (int i = 0; i < 1000 && atomic_load(&shared->queue[0].rx_done.head) == atomic_load(&shared->queue[0].rx_done.tail); i++)
			usleep(1000);
		assert_int_equal(shared->queue[0].rx_done_cookie[atomic_load(&shared->queue[0].rx_done.tail) % PORT_DONE], cut);
		atomic_fetch_add(&shared->queue[0].rx_done.tail, 1);
	}
	close(fd);
}
static uint32_t sent_by_linux(void)
{
	uint32_t n = 0;
	for (unsigned q = 0; q < PORT_QUEUES; q++)
		n += atomic_load(&shared->queue[q].tx.head);
	return n;
}
/* Frames only come in, and the machine sleeps: it is woken to take them back, at once for many, soon for one, and then not again. */
static void the_machine_is_woken_for_what_linux_has_taken(void **state)
{
	uint8_t frame[256];
	struct pollfd p;
	uint64_t kicks;
	unsigned proven = 0;
	int fd;

	(void)state;
	fresh_machine();
	start();
	fd = udp_socket(); /* or Linux would answer, and that wakes the machine anyway */
	usleep(100000);    /* what Linux says by itself when the netdev comes up */
	p = (struct pollfd){.fd = kick_fd, .events = POLLIN};
	for (unsigned round = 0, tries = 0; round < 4 && tries < 40; tries++) {
		const unsigned many = round & 1 ? 100 : 1;
		const size_t n = udp_frame(frame, 60, (uint8_t)round);
		const uint32_t sent_before = sent_by_linux();

		tx_tail = atomic_load(&shared->queue[0].tx.head);
		while (read(kick_fd, &kicks, sizeof(kicks)) > 0)
			;
		atomic_store(&shared->machine_sleeps, 1);
		for (unsigned i = 0; i < many; i++)
			indicate(frame, (uint32_t)n, (uint32_t)n, (struct frame_info){0}, i);
		assert_int_equal(poll(&p, 1, 1000), 1);
		assert_int_equal(atomic_load(&shared->machine_sleeps), 0);
		round += sent_by_linux() == sent_before; /* else it was woken for what Linux says by itself: once more */
		assert_int_equal(read(kick_fd, &kicks, sizeof(kicks)), sizeof(kicks));
		for (int i = 0; i < 1000 && atomic_load(&shared->queue[0].rx_done.head) != rx_head; i++)
			usleep(1000);
		atomic_store(&shared->queue[0].rx_done.tail, atomic_load(&shared->queue[0].rx_done.head));
		usleep(20000);
		proven = round;
	}
	assert_int_equal(proven, 4);
	/* one that the machine will not take: told once */
	indicate(frame, 100, 100, (struct frame_info){0}, 1);
	usleep(20000);
	uint64_t before, after;
	uint32_t sent, now;
	do { /* again if Linux sends something by itself, which wakes the machine */
		sent = sent_by_linux();
		before = atomic_load(&shared->kicks);
		atomic_store(&shared->machine_sleeps, 1);
		usleep(100000);
		after = atomic_load(&shared->kicks);
		now = sent_by_linux();
	} while (now != sent);
	assert_int_equal(after, before);
	close(fd);
}
static void a_checksum_the_driver_vouches_for_is_not_summed_again(void **state)
{
	const struct frame_info good = {.flags = VIRTIO_NET_HDR_F_DATA_VALID, .csum_start = 34, .csum_offset = 6};
	uint8_t frame[1500];
	size_t n;
	int fd;

	(void)state;
	fresh_machine();
	start();
	fd = udp_socket();
	n = udp_frame(frame, 900, 7);
	frame[40] = 0x12; /* a sum, and a wrong one */
	frame[41] = 0x34;
	indicate(frame, (uint32_t)n, 2048, (struct frame_info){0}, 1);
	assert_false(receives(fd, 900, 7)); /* Linux looks for itself */
	for (uint32_t cut = 33; cut <= 2048; cut *= 2) {
		indicate(frame, (uint32_t)n, cut, good, 2);
		assert_true(receives(fd, 900, 7));
	}
	n = udp_frame(frame, 1, 8); /* shorter than what is copied of the headers */
	frame[40] = 0x12;
	indicate(frame, (uint32_t)n, 2048, good, 3);
	assert_true(receives(fd, 1, 8));
	close(fd);
}
static void report_decides_what_linux_asks_for(void **state)
{
	struct port_net c = usual;
	struct ifreq r;
	struct ethtool_value v = {.cmd = ETHTOOL_GTSO};
	union {
		struct ethtool_link_settings s;
		uint8_t with_masks[sizeof(struct ethtool_link_settings) + 3 * 127 * sizeof(uint32_t)];
	} link = {.s = {.cmd = ETHTOOL_GLINKSETTINGS}};

	(void)state;
	fresh_machine();
	start();
	assert_true(offloads("csum") && offloads("tso4") && offloads("tso6"));
	assert_int_equal(shown("gso_ipv4_max_size"), 64000 + 54 + 1);
	assert_int_equal(shown("gso_max_size"), 60000 + 74 + 1);
	memset(&r, 0, sizeof(r));
	assert_int_equal(ioctl_on(SIOCGIFHWADDR, &r), 0);
	assert_memory_equal(r.ifr_hwaddr.sa_data, usual.mac, 6);
	r.ifr_data = (char *)&v;
	assert_int_equal(ioctl_on(SIOCETHTOOL, &r), 0);
	assert_int_equal(v.data, 1);
	r.ifr_data = (char *)&link;
	assert_int_equal(ioctl_on(SIOCETHTOOL, &r), 0);
	link.s.link_mode_masks_nwords = (int8_t)-link.s.link_mode_masks_nwords;
	link.s.cmd = ETHTOOL_GLINKSETTINGS;
	assert_int_equal(ioctl_on(SIOCETHTOOL, &r), 0);
	assert_int_equal(link.s.speed, 25000);
	c.tso4 = c.tso6 = 0; /* live */
	c.mtu = 9000;
	c.mac[5] = 9;
	net_config(net, &c);
	assert_true(offloads("csum") && !offloads("tso4") && !offloads("tso6"));
	r.ifr_data = (char *)&v;
	assert_int_equal(ioctl_on(SIOCETHTOOL, &r), 0);
	assert_int_equal(v.data, 0);
	assert_int_equal(shown("mtu"), 9000);
	assert_int_equal(ioctl_on(SIOCGIFHWADDR, &r), 0);
	assert_memory_equal(r.ifr_hwaddr.sa_data, c.mac, 6);
	c.csum4 = c.csum6 = false;
	c.link = false;
	net_config(net, &c);
	assert_false(offloads("csum"));
	assert_int_equal(ioctl_on(SIOCGIFFLAGS, &r), 0);
	assert_false(r.ifr_flags & IFF_RUNNING);
	c.csum4 = true; /* one family: Linux knows no such thing, the other's is made in software */
	net_config(net, &c);
	assert_true(offloads("csum"));
}
static void queues_follow_the_driver(void **state)
{
	struct port_net c = usual;

	(void)state;
	fresh_machine();
	start();
	assert_int_equal(shown("queues"), 1);
	for (unsigned q = 1; q <= 6; q++) {
		c.queues = q;
		net_config(net, &c);
		assert_int_equal(shown("queues"), q < PORT_QUEUES ? q : PORT_QUEUES);
	}
	c.queues = 1;
	net_config(net, &c);
	assert_int_equal(shown("queues"), 1);
}
static void a_driver_that_keeps_frames_stops_linux_and_loses_none(void **state)
{
	struct port_frame f[PORT_SLOTS], g;
	unsigned got = 0, i;
	int fd, held;

	(void)state;
	fresh_machine();
	start();
	fd = udp_socket();
	while (next_tx(0, &g, 50)) /* what the interface says of itself */
		complete(0, g.cookie);
	for (i = 0; i < 200; i++)
		send_broadcast(fd, &i, sizeof(i));
	while (got < PORT_SLOTS && next_tx(0, &f[got], 1000))
		got++;
	assert_int_equal(got, PORT_SLOTS);
	assert_false(next_tx(0, &g, 50)); /* every slot is out: the rest waits in the TAP */
	for (i = 0; i < PORT_SLOTS; i++)
		for (unsigned k = 0; k < i; k++)
			assert_int_not_equal(f[i].cookie, f[k].cookie);
	held = (int)shown("wakes");
	usleep(100000);
	assert_in_range(shown("wakes"), held, held + 1); /* and is not polled for */
	for (i = 0; i < PORT_SLOTS; i++)
		complete(0, f[i].cookie);
	while (got < 200 && next_tx(0, &g, 1000)) {
		unsigned number;

		memcpy(&number, ram + g.piece[0].offset + 42, sizeof(number));
		assert_int_equal(number, got);
		got++;
		complete(0, g.cookie);
	}
	assert_int_equal(got, 200);
	close(fd);
}
static void idle_costs_nothing(void **state)
{
	struct port_frame g;
	json_int_t wakes;

	(void)state;
	fresh_machine();
	start();
	while (next_tx(0, &g, 300))
		complete(0, g.cookie);
	wakes = shown("wakes");
	usleep(400000);
	assert_in_range(shown("wakes"), wakes, wakes + 2); /* an MLD report at most */
}
static void hostile_machine_is_told_and_left_alone(void **state)
{
	static const struct {
		struct port_frame f;
		const char *what;
	} bad[] = {
	        {{.bytes = 100, .pieces = 1, .piece = {{RAM_BYTES - 10, 100, 0}}}, "outside RAM"},
	        {{.bytes = 100, .pieces = 1, .piece = {{UINT64_MAX - 50, 100, 0}}}, "outside RAM"},
	        {{.bytes = 100, .pieces = 0}, "pieces"},
	        {{.bytes = 100, .pieces = 60000}, "pieces"},
	        {{.bytes = 100, .pieces = 9}, "not all there"},
	        {{.bytes = 100, .pieces = 1, .piece = {{BUFFERS, 99, 0}}}, "add up"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(bad) + 3; i++) {
		struct port_queue *s;

		fresh_machine();
		start();
		s = &shared->queue[0];
		if (i < ARRAY_LEN(bad)) {
			s->rx_cell[0] = bad[i].f;
			atomic_store(&s->rx.head, 1);
		} else if (i == ARRAY_LEN(bad)) {
			atomic_store(&s->rx.head, 0x80000000u);
		} else if (i == ARRAY_LEN(bad) + 1) {
			s->tx_done_slot[0] = 7; /* never handed out, or out of range */
			atomic_store(&s->tx_done.head, PORT_DONE + 1);
		} else {
			s->tx_done_slot[0] = 70000;
			atomic_store(&s->tx_done.head, 1);
		}
		wake();
		for (int k = 0; k < 1000 && !*finding; k++)
			usleep(1000);
		assert_non_null(strstr(finding, "port: queue 0"));
		if (i < ARRAY_LEN(bad) && !strstr(finding, bad[i].what))
			fail_msg("'%s' does not say '%s'", finding, bad[i].what);
		assert_int_equal(atomic_load(&shared->broken), 1);
		stop(NULL);
	}
}
static void users_changes_are_told_and_put_back(void **state)
{
	struct net_user u;
	struct ifreq r;
	struct ip_mreqn m = {.imr_multiaddr.s_addr = inet_addr("239.1.2.3")};
	struct pollfd p;
	int fd, found = 0;

	(void)state;
	fresh_machine();
	start();
	net_take(net, true, &u);
	assert_true(u.filter_set && !u.mac_set && !u.mtu_set);
	assert_false(net_take(net, false, &u));
	memset(&r, 0, sizeof(r));
	r.ifr_mtu = 4000;
	assert_int_equal(ioctl_on(SIOCSIFMTU, &r), 0);
	p = (struct pollfd){net_fd(net), POLLIN, 0};
	assert_int_equal(poll(&p, 1, 1000), 1);
	assert_true(net_take(net, false, &u));
	assert_true(u.mtu_set && u.mtu == 4000 && !u.mac_set && !u.filter_set);
	net_put_back(net, "the driver refused MTU 4000");
	assert_int_equal(shown("mtu"), 1500);
	assert_false(net_take(net, false, &u));
	r.ifr_hwaddr.sa_family = 1;
	memcpy(r.ifr_hwaddr.sa_data, "\2\1\2\3\4\5", 6);
	assert_int_equal(ioctl_on(SIOCSIFHWADDR, &r), 0);
	assert_true(net_take(net, false, &u));
	assert_true(u.mac_set && !memcmp(u.mac, "\2\1\2\3\4\5", 6));
	net_put_back(net, "no");
	fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	m.imr_ifindex = net_ifindex(net);
	assert_int_equal(setsockopt(fd, IPPROTO_IP, IP_ADD_MEMBERSHIP, &m, sizeof(m)), 0);
	assert_true(net_take(net, false, &u));
	assert_true(u.filter_set);
	for (unsigned i = 0; i < u.multicast_count; i++)
		found += !memcmp(u.multicast[i], "\1\0\136\1\2\3", 6);
	assert_int_equal(found, 1);
	close(fd);
	assert_true(net_take(net, false, &u)); /* left */
	assert_int_equal(ioctl_on(SIOCGIFFLAGS, &r), 0);
	r.ifr_flags |= IFF_PROMISC;
	assert_int_equal(ioctl_on(SIOCSIFFLAGS, &r), 0);
	assert_true(net_take(net, false, &u));
	assert_true(u.promisc);
}
static void tags_travel_beside_the_frame(void **state)
{
	struct port_frame f;
	uint8_t frame[600];
	char c = 'y';
	size_t n;
	int fd;

	(void)state;
	fresh_machine();
	start_with((struct net_options){.tap_fd = -1, .queues = 1, .vlan = 5, .address4 = "10.77.0.1/24"});
	net_config(net, &usual);
	fd = udp_socket();
	send_broadcast(fd, &c, 1);
	assert_true(next_udp(&f));
	assert_true(f.info.has_vlan && f.info.vlan == 5);
	complete(0, f.cookie);
	n = udp_frame(frame, 100, 1);
	indicate(frame, (uint32_t)n, 2048, (struct frame_info){0}, 1); /* untagged, another's, ours */
	n = udp_frame(frame, 100, 2);
	usleep(20000);
	indicate(frame, (uint32_t)n, 2048, (struct frame_info){.has_vlan = 1, .vlan = 6}, 2);
	n = udp_frame(frame, 100, 3);
	usleep(20000);
	indicate(frame, (uint32_t)n, 2048, (struct frame_info){.has_vlan = 1, .vlan = 0xa005}, 3);
	assert_true(receives(fd, 100, 3));
	assert_int_equal(shown("dropped"), 2);
	close(fd);
}
static void a_tap_may_come_from_elsewhere(void **state)
{
	struct net_options o = {.queues = 4, .name = ""};
	struct err e = {0};
	struct net *n = NULL;
	char name[16] = "given0", other[16] = "plain0";
	struct ifreq r;
	int fd;

	(void)state;
	if (!may)
		skip();
	assert_int_equal(net_tap_open(name, 1, &fd, &e), 0);
	o.tap_fd = fd;
	assert_int_equal(net_open(&o, &n, &e), 0);
	assert_string_equal(net_name(n), "given0");
	net_close(n);
	fd = open("/dev/net/tun", O_RDWR | O_CLOEXEC); /* without virtio-net header: refused, and said why */
	memset(&r, 0, sizeof(r));
	snprintf(r.ifr_name, sizeof(r.ifr_name), "%s", other);
	r.ifr_flags = IFF_TAP | IFF_NO_PI;
	assert_int_equal(ioctl(fd, TUNSETIFF, &r), 0);
	o.tap_fd = fd;
	assert_int_equal(net_open(&o, &n, &e), -EINVAL);
	assert_non_null(strstr(e.text, "IFF_VNET_HDR"));
	o.tap_fd = open("/dev/null", O_RDWR | O_CLOEXEC);
	assert_true(net_open(&o, &n, &e) < 0);
	assert_non_null(strstr(e.text, "no TAP"));
}
static void errors_are_sentences(void **state)
{
	struct net_options o = {.tap_fd = -1, .queues = 1, .name = "a-name-too-long-for-linux"};
	struct err e = {0};
	struct net *n = NULL;

	(void)state;
	if (!may)
		skip();
	assert_int_equal(net_open(&o, &n, &e), -ENAMETOOLONG);
	assert_non_null(strstr(e.text, "--netdev"));
	o.name = "lo";
	assert_true(net_open(&o, &n, &e) < 0);
	o.name = "toe0";
	o.address4 = "10.77.0.1/99";
	assert_int_equal(net_open(&o, &n, &e), -EINVAL);
	assert_non_null(strstr(e.text, "10.77.0.1/99"));
}
int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test_teardown(frames_go_both_ways, stop),
	        cmocka_unit_test_teardown(the_machine_is_woken_for_what_linux_has_taken, stop),
	        cmocka_unit_test_teardown(a_checksum_the_driver_vouches_for_is_not_summed_again, stop),
	        cmocka_unit_test_teardown(report_decides_what_linux_asks_for, stop),
	        cmocka_unit_test_teardown(queues_follow_the_driver, stop),
	        cmocka_unit_test_teardown(a_driver_that_keeps_frames_stops_linux_and_loses_none, stop),
	        cmocka_unit_test_teardown(idle_costs_nothing, stop),
	        cmocka_unit_test_teardown(hostile_machine_is_told_and_left_alone, stop),
	        cmocka_unit_test_teardown(users_changes_are_told_and_put_back, stop),
	        cmocka_unit_test_teardown(tags_travel_beside_the_frame, stop),
	        cmocka_unit_test_teardown(a_tap_may_come_from_elsewhere, stop),
	        cmocka_unit_test_teardown(errors_are_sentences, stop),
	};

	return cmocka_run_group_tests(tests, group_up, NULL);
}
