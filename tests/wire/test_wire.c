/*
 * wire: the grammar of specs; impairments, cutting, trunks, replay and recording, over pcapng files, so that every frame can be looked at
 * on both sides of the wire.
 */
#include "wire_test.h"
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>

static char dir[] = "/tmp/flue-wire-XXXXXX";
static char in_path[64], out_path[64];
static uint8_t frame[FRAME_MAX], got[FRAME_MAX];

static int set_up(void **s)
{
	(void)s;
	assert_non_null(mkdtemp(dir));
	snprintf(in_path, sizeof(in_path), "%s/in", dir);
	snprintf(out_path, sizeof(out_path), "%s/out", dir);
	return 0;
}
static int tear_down(void **s)
{
	(void)s;
	unlink(in_path);
	unlink(out_path);
	return rmdir(dir);
}

/* A file of `n` datagrams, `gap_ns` apart. */
static void write_file(unsigned n, unsigned payload, uint64_t gap_ns)
{
	const struct pcapng_interface names[] = {{"t", NULL, 65536}};
	struct pcapng_writer *w;

	assert_int_equal(pcapng_create(open(in_path, O_CREAT | O_TRUNC | O_WRONLY, 0600), in_path, names, 1, 0, &w, NULL), 0);
	for (unsigned i = 0; i < n; i++) {
		const unsigned bytes = make_udp(frame, payload, i);
		const struct pcapng_frame f = {
		        .wall_ns = 1700000000000000000ull + i * gap_ns, .data = frame, .kept = bytes, .bytes = bytes};

		assert_int_equal(pcapng_put_frame(w, &f), 0);
	}
	assert_int_equal(pcapng_finish(w, NULL), 0);
}
static ssize_t receive(struct wire *w, struct frame_info *info)
{
	const struct iovec iov[2] = {{got, 17}, {got + 17, sizeof(got) - 17}};

	return wire_receive(w, info, iov, 2);
}
struct result {
	unsigned frames, good, bad, twice, late;
	uint32_t fingerprint;
	bool seen[65536];
};
/* Takes all that comes until a time after the last. */
static struct result *drain(struct wire *w, unsigned expect)
{
	struct result *r = calloc(1, sizeof(*r));
	const uint64_t until = clock_mono_ns() + 3000000000ull;
	struct frame_info info;
	unsigned last = 0;
	uint64_t quiet = 0;
	ssize_t n;

	r->fingerprint = 2166136261u;
	while (clock_mono_ns() < until) {
		n = receive(w, &info);
		if (n == 0) {
			if (wire_next_ns(w) == UINT64_MAX)
				break;
			if (quiet++ > 100)
				usleep(200);
			continue;
		}
		assert_true(n > 0);
		quiet = 0;
		const unsigned number = peek16(got + DATA_AT);

		r->frames++;
		if (!sums_good(got, (size_t)n)) {
			r->bad++;
		} else {
			r->good++;
			r->twice += r->seen[number];
			r->seen[number] = true;
			r->late += number < last;
			last = number > last ? number : last;
		}
		for (ssize_t i = 0; i < n; i++)
			r->fingerprint = (r->fingerprint ^ got[i]) * 16777619u;
	}
	(void)expect;
	return r;
}
static struct result *through(const char *settings, unsigned n)
{
	char spec[256];
	struct wire *w;
	struct result *r;

	snprintf(spec, sizeof(spec), "pcapng,in=%s,fast%s%s", in_path, *settings ? "," : "", settings);
	w = open_wire(spec, NULL);
	r = drain(w, n);
	wire_close(w);
	return r;
}
static void near(unsigned long v, double share, unsigned long n, const char *what)
{
	const double mean = share * (double)n, spread = 5 * __builtin_sqrt(mean * (1 - share)) + 1; /* five sigma */

	if ((double)v < mean - spread || (double)v > mean + spread)
		fail_msg("%s: %lu of %lu, %.1f +- %.1f expected", what, v, n, mean, spread);
}

static void specs_are_understood_or_refused_by_name(void **s)
{
	static const struct {
		const char *spec, *says;
	} bad[] = {
	        {"", "there is no kind ''"},
	        {"teleport", "there is no kind 'teleport': there are tap, link=NAME, packet=NAME, pcapng, null"},
	        {"null=x", "null takes no name"},
	        {"link", "link wants a name"},
	        {"null,loss", "loss: a value is wanted"},
	        {"null,loss=2%%", "a share such as 1%"},
	        {"null,loss=1.5", "a share such as 1%"},
	        {"null,loss=-1%", "a share such as 1%"},
	        {"null,loss=101%", "a share such as 1%"},
	        {"null,loss=nan", "a share such as 1%"},
	        {"null,loss=1e-1", "a share such as 1%"},
	        {"null,delay=2", "a time such as 200us"},
	        {"null,delay=20s", "at most 10s"},
	        {"null,jitter=1ms", "jitter is more than delay"},
	        {"null,rate=fast", "bits a second"},
	        {"null,rate=10", "from 1k"},
	        {"null,vlan=0", "from 1 to 4094"},
	        {"null,vlan=4095", "from 1 to 4094"},
	        {"null,mtu=20", "from 68 to 65535"},
	        {"null,seed=x", "a whole number"},
	        {"null,cut=maybe", "on or off"},
	        {"null,colour=red", "has no setting 'colour'"},
	        {"null,in=x", "has no setting 'in'"},
	        {"pcapng", "wants in=FILE"},
	        {"pcapng,in=/nowhere/at/all", "/nowhere/at/all: No such file"},
	        {"pcapng,out=/nowhere/at/all", "/nowhere/at/all: No such file"},
	        {"packet=no-such-if0", "no such interface"},
	        {"link=a/b", "letters, digits"},
	        {"link=a", "no runtime directory"},
	};
	static const char *const good[] = {
	        "null", "null,loss=1%,reorder=0.5%,duplicate=0.1%,corrupt=0.01%,delay=2ms,rate=1G,seed=7,vlan=5,cut,mtu=1500",
	        "null,loss=0.01,delay=1.5ms,jitter=200us,rate=100Mbit,cut=off"};
	const struct wire_options o = {.name = "t0", .tap_fd = -1};

	(void)s;
	for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
		struct wire *w = NULL;
		struct err e = {0};

		if (!wire_open(bad[i].spec, &o, &w, &e))
			fail_msg("%s was taken", bad[i].spec);
		if (!strstr(e.text, bad[i].says))
			fail_msg("%s: \"%s\" does not say \"%s\"", bad[i].spec, e.text, bad[i].says);
	}
	for (size_t i = 0; i < ARRAY_LEN(good); i++)
		wire_close(open_wire(good[i], NULL));
}
static void a_wire_without_faults_changes_nothing(void **s)
{
	struct result *r;

	(void)s;
	write_file(1000, 100, 1000);
	r = through("", 1000);
	assert_int_equal(r->frames, 1000);
	assert_int_equal(r->good, 1000);
	assert_int_equal(r->late + r->twice, 0);
	free(r);
	r = through("cut", 1000);
	assert_int_equal(r->good, 1000);
	assert_int_equal(r->late + r->twice, 0);
	free(r);
}
static void each_fault_happens_as_often_as_told(void **s)
{
	const unsigned n = 20000;
	struct result *r;

	(void)s;
	write_file(n, 60, 0);
	r = through("loss=10%,seed=1", n);
	near(n - r->frames, 0.1, n, "lost");
	assert_int_equal(r->bad + r->late + r->twice, 0);
	free(r);
	r = through("duplicate=5%,seed=2", n);
	near(r->twice, 0.05, n, "twice");
	assert_int_equal(r->bad + r->late, 0);
	assert_int_equal(r->frames, n + r->twice);
	free(r);
	r = through("corrupt=5%,seed=3", n);
	near(r->bad, 0.05, n, "corrupted");
	assert_int_equal(r->frames, n);
	free(r);
	r = through("reorder=5%,seed=4", n);
	near(r->late, 0.05, n, "overtaken");
	assert_int_equal(r->frames, n);
	assert_int_equal(r->bad + r->twice, 0);
	free(r);
	r = through("loss=100%", n);
	assert_int_equal(r->frames, 0);
	free(r);
}
static void the_same_seed_makes_the_same_faults(void **s)
{
	const unsigned n = 5000;
	const char *all = "loss=3%,duplicate=3%,corrupt=3%,reorder=3%,seed=7";
	struct result *a, *b, *c, *d;

	(void)s;
	write_file(n, 60, 0);
	a = through(all, n);
	b = through(all, n);
	c = through("loss=3%,duplicate=3%,corrupt=3%,reorder=3%,seed=8", n);
	assert_int_equal(a->fingerprint, b->fingerprint);
	assert_true(a->fingerprint != c->fingerprint);
	free(b);
	free(c);
	/* each kind of fault has its own draw: whom loss hits does not depend on what else happens */
	b = through("loss=3%,seed=7", n);
	d = through("loss=3%,duplicate=50%,seed=7", n);
	for (unsigned i = 0; i < n; i++)
		assert_int_equal(b->seen[i], d->seen[i]);
	free(a);
	free(b);
	free(d);
}
static void delay_and_rate_take_their_time(void **s)
{
	struct frame_info info;
	struct wire *w;
	uint64_t from, first = 0, last = 0;
	unsigned n = 0;
	char spec[200];

	(void)s;
	write_file(100, 1208, 0); /* 1250 bytes and 24 around */
	snprintf(spec, sizeof(spec), "pcapng,in=%s,fast,delay=20ms,rate=50M", in_path);
	w = open_wire(spec, NULL);
	from = clock_mono_ns();
	while (n < 100 && clock_mono_ns() < from + 2000000000ull)
		if (receive(w, &info) > 0) {
			last = clock_mono_ns();
			first = first ? first : last;
			n++;
		} else {
			assert_true(wire_next_ns(w) != UINT64_MAX); /* somebody must come back */
			usleep(100);
		}
	wire_close(w);
	assert_int_equal(n, 100);
	assert_true(first - from >= 20000000 && first - from < 60000000);
	assert_true(last - first >= 99 * 1274 * 8 * 20 - 1000000 && last - first < 99 * 1274 * 8 * 20 + 40000000); /* 20 ns a bit */
}
static void replay_keeps_the_time_of_the_file(void **s)
{
	struct frame_info info;
	struct wire *w;
	uint64_t from = clock_mono_ns();
	unsigned n = 0;
	char spec[200];

	(void)s;
	write_file(5, 100, 10000000);
	snprintf(spec, sizeof(spec), "pcapng,in=%s", in_path);
	w = open_wire(spec, NULL);
	while (n < 5 && clock_mono_ns() < from + 2000000000ull)
		if (receive(w, &info) > 0)
			n++;
		else
			usleep(100);
	assert_int_equal(n, 5);
	assert_true(clock_mono_ns() - from >= 40000000 && clock_mono_ns() - from < 200000000);
	assert_int_equal(receive(w, &info), 0);
	assert_true(wire_next_ns(w) == UINT64_MAX); /* the end: nobody need come back */
	wire_close(w);
}
/* What was recorded, frame by frame. */
static unsigned each_recorded(void (*fn)(const struct pcapng_item *i, unsigned n, void *ctx), void *ctx)
{
	struct pcapng_reader *r;
	struct pcapng_item i;
	struct err e = {0};
	unsigned n = 0;

	if (pcapng_open(out_path, &r, &e))
		fail_msg("%s", e.text);
	while (pcapng_next(r, &i, &e) > 0)
		if (i.kind == PCAPNG_FRAME)
			fn(&i, n++, ctx);
	assert_int_equal(e.code, 0);
	pcapng_close(r);
	return n;
}
struct cut_check {
	uint32_t seq, payload;
	unsigned id;
};
static void check_segment(const struct pcapng_item *i, unsigned n, void *ctx)
{
	struct cut_check *c = ctx;
	const uint8_t *l4 = i->data + 34;
	const uint32_t seq = (uint32_t)peek16(l4 + 4) << 16 | peek16(l4 + 6), payload = i->bytes - 66;

	assert_true(sums_good(i->data, i->kept));
	assert_true(payload <= 1448);
	assert_int_equal(seq, c->seq + c->payload);
	assert_int_equal(peek16(i->data + 18), (uint16_t)(c->id + n));
	assert_memory_equal(i->data + 66, frame + 66 + c->payload, payload);
	assert_int_equal(l4[13] & 0x08, c->payload + payload == 60000 ? 8 : 0);
	assert_string_equal(i->comment, "");
	c->payload += payload;
}
static uint32_t make_super(struct frame_info *info)
{
	const uint32_t payload = 60000, bytes = 66 + payload;

	make_udp(frame, payload + 24, 0x1234);
	frame[23] = 6;
	poke16(frame + 24, 0);
	poke16(frame + 24, 0xffff - plain_sum(frame + 14, 20, 0));
	memset(frame + 34, 0, 32);
	poke16(frame + 34, 4000);
	poke16(frame + 36, 5000);
	poke16(frame + 38, 0xffff);
	poke16(frame + 40, 0xf000);
	frame[46] = 0x80;
	frame[47] = 0x18;
	memset(frame + 54, 1, 12);
	*info = (struct frame_info){.flags = VIRTIO_NET_HDR_F_NEEDS_CSUM,
	                            .gso_type = VIRTIO_NET_HDR_GSO_TCPV4,
	                            .gso_size = 1448,
	                            .hdr_len = 66,
	                            .csum_start = 34,
	                            .csum_offset = 16};
	poke16(frame + 50, plain_sum(frame + 26, 8, 6 + bytes - 34));
	return bytes;
}
static void cut_makes_what_a_cable_carries(void **s)
{
	struct frame_info info;
	const uint32_t bytes = make_super(&info);
	const struct iovec iov[3] = {{frame, 20}, {frame + 20, 1000}, {frame + 1020, bytes - 1020}};
	struct cut_check c = {.seq = 0xfffff000u, .id = 0x1234};
	struct wire *w;
	char spec[200];

	(void)s;
	snprintf(spec, sizeof(spec), "pcapng,out=%s,cut", out_path);
	w = open_wire(spec, NULL);
	assert_false(wire_carries_gso(w));
	assert_int_equal(wire_send(w, &info, iov, 3), 0);
	assert_int_equal(shown(w, "sent", "frames"), (60000 + 1447) / 1448);
	wire_close(w);
	assert_int_equal(each_recorded(check_segment, &c), (60000 + 1447) / 1448);
	assert_int_equal(c.payload, 60000);

	snprintf(spec, sizeof(spec), "pcapng,out=%s,mtu=1400", out_path); /* segments of 1500 do not fit */
	w = open_wire(spec, NULL);
	assert_int_equal(wire_send(w, &info, iov, 3), 0);
	assert_int_equal(shown(w, "sent", "dropped"), 60000 / 1448); /* all but the short last one */
	wire_close(w);
}
static void check_super(const struct pcapng_item *i, unsigned n, void *ctx)
{
	(void)n, (void)ctx;
	assert_int_equal(i->bytes, 60066);
	assert_int_equal(i->direction, 2);
	assert_string_equal(i->comment, "LSO: mss 1448, 42 segments; TCP checksum to be filled in");
}
static void super_frames_are_recorded_with_what_goes_with_them(void **s)
{
	struct frame_info info;
	const uint32_t bytes = make_super(&info);
	const struct iovec iov = {frame, bytes};
	struct wire *w;
	char spec[200];

	(void)s;
	snprintf(spec, sizeof(spec), "pcapng,out=%s", out_path);
	w = open_wire(spec, NULL);
	assert_true(wire_carries_gso(w));
	assert_int_equal(wire_send(w, &info, &iov, 1), 0);
	wire_close(w);
	assert_int_equal(each_recorded(check_super, NULL), 1);
}
static void check_untagged(const struct pcapng_item *i, unsigned n, void *ctx)
{
	(void)n, (void)ctx;
	assert_int_equal(peek16(i->data + 12), 0x0800);
	assert_int_equal(i->bytes, DATA_AT + 100);
	assert_true(sums_good(i->data, i->kept));
}
static void trunk(const char *more)
{
	struct frame_info info = {0};
	uint8_t tagged[300];
	struct wire *w;
	char spec[300];
	unsigned bytes, n = 0;

	write_file(3, 100, 0);
	snprintf(spec, sizeof(spec), "pcapng,in=%s,out=%s,fast,vlan=5%s", in_path, out_path, more);
	w = open_wire(spec, NULL);
	bytes = make_udp(frame, 100, 1);
	memcpy(tagged, frame, 12);
	memcpy(tagged + 12, (const uint8_t[]){0x81, 0, 0x60, 5}, 4); /* priority 3 */
	memcpy(tagged + 16, frame + 12, bytes - 12);
	assert_int_equal(send_flat(w, tagged, bytes + 4), 0); /* the tag in the frame */
	const struct iovec iov[3] = {{frame, 5}, {frame + 5, 9}, {frame + 14, bytes - 14}};
	info.has_vlan = 1;
	info.vlan = 5;
	assert_int_equal(wire_send(w, &info, iov, 3), 0); /* beside it */
	info.vlan = 6;
	assert_int_equal(wire_send(w, &info, iov, 3), 0);
	assert_int_equal(send_flat(w, frame, bytes), 0); /* none */
	for (int i = 0; i < 1000 && n < 3; i++) {
		const ssize_t r = receive(w, &info);

		assert_true(r >= 0);
		if (!r)
			continue;
		assert_int_equal(r, bytes + 4);
		assert_memory_equal(got + 12, ((const uint8_t[]){0x81, 0, 0, 5, 8, 0}), 6);
		n++;
	}
	assert_int_equal(n, 3);
	assert_int_equal(shown(w, "sent", "other_vlan"), 2);
	wire_close(w);
	assert_int_equal(each_recorded(check_untagged, NULL), 2);
}
static void a_trunk_passes_its_tag_only(void **s)
{
	(void)s;
	trunk("");
	trunk(",cut");
}
static void frames_of_wrong_size_are_refused(void **s)
{
	struct wire *w = open_wire("null", NULL);

	(void)s;
	memset(frame, 0, sizeof(frame));
	assert_int_equal(send_flat(w, frame, 13), -EMSGSIZE);
	assert_int_equal(send_flat(w, frame, sizeof(frame)), -EMSGSIZE);
	assert_int_equal(send_flat(w, frame, 14), 0);
	assert_int_equal(shown(w, "sent", "dropped"), 2);
	assert_int_equal(shown(w, "sent", "frames"), 1);
	assert_int_equal(wire_fd(w), -1);
	wire_close(w);
}
static void a_full_rate_says_so_and_when(void **s)
{
	struct wire *w = open_wire("null,rate=1M", NULL);
	unsigned n = 0, bytes = make_udp(frame, 1000, 0);

	(void)s;
	while (send_flat(w, frame, bytes) == 0)
		assert_true(++n < 1000);
	assert_int_equal(send_flat(w, frame, bytes), -EAGAIN);
	assert_int_equal(wire_fd(w), -1);
	assert_true(n >= 2 && n < 8); /* about 20 ms of 1 Mbit/s */
	assert_true(wire_next_ns(w) < clock_mono_ns() + 20000000);
	usleep(30000);
	assert_int_equal(send_flat(w, frame, bytes), 0);
	wire_close(w);
}
static void check_number(const struct pcapng_item *i, unsigned n, void *ctx)
{
	(void)ctx;
	assert_int_equal(peek16(i->data + DATA_AT), n);
	assert_true(sums_good(i->data, i->kept));
}
/* A file size limit stands for the full disk: a write falls short, then fails. */
static void a_full_disk_ends_the_recording_only(void **s)
{
	const struct rlimit small = {1500000, RLIM_INFINITY};
	const struct wire_options o = {.name = "t0", .tap_fd = -1};
	struct rlimit before;
	struct wire *w = NULL;
	struct err e = {0};
	struct stat st;
	char spec[200];
	unsigned n;
	json_t *j;

	(void)s;
	snprintf(spec, sizeof(spec), "pcapng,out=%s", out_path);
	signal(SIGXFSZ, SIG_IGN);
	getrlimit(RLIMIT_FSIZE, &before);
	setrlimit(RLIMIT_FSIZE, &small);
	w = open_wire(spec, NULL);
	for (n = 0; n < 3000; n++)
		assert_int_equal(send_flat(w, frame, make_udp(frame, 1400, n)), 0); /* the NIC goes on */
	j = wire_show(w);
	assert_non_null(strstr(json_string_value(json_object_get(j, "ended")), "File too large"));
	json_decref(j);
	wire_close(w);
	setrlimit(RLIMIT_FSIZE, &before);
	n = each_recorded(check_number, NULL);
	assert_true(n > 900 && n < 1100);
	assert_int_equal(stat(out_path, &st), 0);
	assert_true(st.st_size > 1498000 && st.st_size <= 1500000);
	assert_int_equal(wire_open("pcapng,out=/dev/full", &o, &w, &e), -ENOSPC);
	assert_non_null(strstr(e.text, "/dev/full: No space left on device"));
}
static void broken_files_are_refused_in_one_line(void **s)
{
	char spec[200];
	struct wire *w = NULL;
	struct err e = {0};
	struct frame_info info;
	const struct wire_options o = {.name = "t0", .tap_fd = -1};
	int fd;
	json_t *j;

	(void)s;
	snprintf(spec, sizeof(spec), "pcapng,in=%s", in_path);
	fd = open(in_path, O_CREAT | O_TRUNC | O_WRONLY, 0600);
	assert_int_equal(write(fd, "hello, this is no capture", 25), 25);
	close(fd);
	assert_int_equal(wire_open(spec, &o, &w, &e), -EINVAL);
	assert_non_null(strstr(e.text, "is no pcapng file"));
	assert_null(strchr(e.text, '\n'));
	write_file(3, 100, 0);
	assert_int_equal(truncate(in_path, 500), 0); /* in the middle of a frame */
	snprintf(spec, sizeof(spec), "pcapng,in=%s,fast", in_path);
	w = open_wire(spec, NULL);
	while (receive(w, &info) > 0)
		;
	j = wire_show(w);
	assert_non_null(strstr(json_string_value(json_object_get(j, "ended")), "the file ends, in the block at byte"));
	json_decref(j);
	wire_close(w);
}
int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(specs_are_understood_or_refused_by_name),
	        cmocka_unit_test(a_wire_without_faults_changes_nothing),
	        cmocka_unit_test(each_fault_happens_as_often_as_told),
	        cmocka_unit_test(the_same_seed_makes_the_same_faults),
	        cmocka_unit_test(delay_and_rate_take_their_time),
	        cmocka_unit_test(replay_keeps_the_time_of_the_file),
	        cmocka_unit_test(cut_makes_what_a_cable_carries),
	        cmocka_unit_test(super_frames_are_recorded_with_what_goes_with_them),
	        cmocka_unit_test(a_trunk_passes_its_tag_only),
	        cmocka_unit_test(frames_of_wrong_size_are_refused),
	        cmocka_unit_test(a_full_rate_says_so_and_when),
	        cmocka_unit_test(a_full_disk_ends_the_recording_only),
	        cmocka_unit_test(broken_files_are_refused_in_one_line),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
