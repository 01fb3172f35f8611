/*
 * pcapng: what is written comes back, tshark reads it, and what is no pcapng, or lies, is refused where it lies. Foreign files are put
 * together here byte by byte.
 */
#include "trace/capture.h"
#include "trace/pcapng.h"
#include <fcntl.h>
#include <linux/virtio_net.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

static char path[] = "/tmp/flue-pcapng-XXXXXX";
static const uint8_t packet[] = {2, 0,  0,  0,    0,    1,  2, 0, 0, 0,  0, 2, 8, 0, 0x45, 0, 0, 28, 0, 7, 0,
                                 0, 64, 17, 0x66, 0xc8, 10, 0, 0, 1, 10, 0, 0, 2, 0, 9,    0, 9, 0,  8, 0, 0};

static struct trace_head *record(void *buf, enum trace_type type, const char *name, const char *text, uint64_t time)
{
	struct trace_head *h = buf;
	const size_t head = sizeof(*h) + ALIGN_UP_TO(strlen(name), (size_t)8), bytes = ALIGN_UP_TO(head + strlen(text), (size_t)8);

	memset(buf, 0, bytes);
	*h = (struct trace_head){.size = (uint32_t)bytes,
	                         .type = (uint16_t)type,
	                         .time_ns = time,
	                         .name_len = (uint16_t)strlen(name),
	                         .payload = (uint32_t)strlen(text)};
	memcpy(h + 1, name, strlen(name));
	memcpy((uint8_t *)buf + head, text, strlen(text));
	return h;
}
static void write_one(int64_t offset)
{
	const struct pcapng_interface names[] = {{"host", "one side", 65536}, {"wire", NULL, 65536}};
	struct pcapng_frame f = {.interface = 1,
	                         .wall_ns = 1700000000123456789ull,
	                         .data = packet,
	                         .kept = sizeof(packet),
	                         .bytes = sizeof(packet),
	                         .direction = 2,
	                         .has_hash = true,
	                         .hash = 0x12345678,
	                         .comment = "LSO: mss 1448, 12 segments"};
	_Alignas(8) uint8_t buf[512];
	struct pcapng_writer *w;

	assert_int_equal(pcapng_create(open(path, O_WRONLY | O_TRUNC), path, names, 2, offset, &w, NULL), 0);
	assert_int_equal(pcapng_put_record(w, record(buf, TRACE_NOTE, "NdisOne", "first", 1000)), 0);
	assert_int_equal(pcapng_put_text(w, 1700000000123000000ull, "<- NdisMIndicateStatusEx two\nlines"), 0);
	assert_int_equal(pcapng_put_record(w, record(buf, TRACE_NOTE, "NdisTwo", "second one", 2000)), 0);
	assert_int_equal(pcapng_put_frame(w, &f), 0);
	f = (struct pcapng_frame){.interface = 0, .wall_ns = 1700000001000000000ull, .data = packet, .kept = 20, .bytes = sizeof(packet)};
	assert_int_equal(pcapng_put_frame(w, &f), 0);
	assert_int_equal(pcapng_put_record(w, record(buf, TRACE_NOTE, "NdisThree", "", 3000)), 0);
	assert_int_equal(pcapng_put_statistics(w, 0, 1700000001000000000ull, 5, 2), 0);
	assert_int_equal(pcapng_finish(w, NULL), 0);
}
static void what_is_written_comes_back(void **s)
{
	static const char *const names[] = {"NdisOne", "NdisTwo", "", "", "NdisThree"};
	struct pcapng_reader *r;
	struct pcapng_item i;
	char name[32];

	(void)s;
	write_one(500);
	assert_int_equal(pcapng_open(path, &r, NULL), 0);
	for (int round = 0; round < 2; round++) {
		for (unsigned n = 0; n < 5; n++) {
			assert_int_equal(pcapng_next(r, &i, NULL), 1);
			if (*names[n]) {
				assert_int_equal(i.kind, PCAPNG_RECORD);
				assert_string_equal(trace_head_name(i.record, name, sizeof(name)), names[n]);
				assert_int_equal(i.wall_ns, i.record->time_ns + 500);
				if (n == 1)
					assert_memory_equal(trace_payload(i.record), "second one", 10);
				continue;
			}
			assert_int_equal(i.kind, PCAPNG_FRAME);
			assert_int_equal(i.interface, n == 2);
			assert_string_equal(i.interface_name, n == 2 ? "wire" : "host");
			assert_int_equal(i.link_type, PCAPNG_ETHERNET);
			assert_int_equal(i.wall_ns, n == 2 ? 1700000000123456789ull : 1700000001000000000ull);
			assert_int_equal(i.kept, n == 2 ? sizeof(packet) : 20);
			assert_int_equal(i.bytes, sizeof(packet));
			assert_memory_equal(i.data, packet, i.kept);
			assert_string_equal(i.comment, n == 2 ? "LSO: mss 1448, 12 segments" : "");
			assert_int_equal(i.direction, n == 2 ? 2 : 0);
		}
		assert_int_equal(pcapng_next(r, &i, NULL), 0);
		pcapng_rewind(r);
	}
	pcapng_close(r);
}
/* What a command prints. */
static const char *output(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
static const char *output(const char *fmt, ...)
{
	static char text[16384];
	char command[512];
	size_t n = 0, k;
	va_list ap;
	FILE *p;

	va_start(ap, fmt);
	vsnprintf(command, sizeof(command), fmt, ap);
	va_end(ap);
	p = popen(command, "r");
	assert_non_null(p);
	while (n < sizeof(text) - 1 && (k = fread(text + n, 1, sizeof(text) - 1 - n, p)) > 0)
		n += k;
	text[n] = 0;
	if (pclose(p))
		fail_msg("%s failed: %s", command, text);
	return text;
}
static void tshark_reads_it(void **s)
{
	const char *text;

	(void)s;
	if (system("command -v tshark > /dev/null 2>&1")) {
		print_message("no tshark here\n");
		skip();
	}
	write_one(500);
	text = output(
	        "tshark -r %s -Y ip -T fields -e frame.interface_name -e frame.time_epoch -e frame.len -e frame.cap_len -e frame.comment "
	        "-e udp.port -e frame.packet_flags_direction 2>/dev/null",
	        path);
	assert_non_null(strstr(text, "wire\t1700000000.123456789\t42\t42\tLSO: mss 1448, 12 segments\t9,9\t0x00000002\n"));
	text = output("tshark -r %s 2>/dev/null", path);
	assert_non_null(strstr(text, "systemd Journal"));
	assert_non_null(strstr(text, "<- NdisMIndicateStatusEx two lines"));
	assert_non_null(strstr(text, "Custom Block"));
	text = output("capinfos %s 2>&1", path); /* not one complaint */
	assert_non_null(strstr(text, "Number of packets:   2"));
	assert_non_null(strstr(text, "Name = host"));
	assert_non_null(strstr(text, "Description = one side"));
}

/* ---- foreign files, big endian and little */
struct image {
	uint8_t data[4096];
	size_t bytes, block;
	bool big;
};
static void add16(struct image *f, unsigned v)
{
	f->data[f->bytes++] = (uint8_t)(f->big ? v >> 8 : v);
	f->data[f->bytes++] = (uint8_t)(f->big ? v : v >> 8);
}
static void add32(struct image *f, uint32_t v)
{
	add16(f, f->big ? v >> 16 : v & 0xffff);
	add16(f, f->big ? v & 0xffff : v >> 16);
}
static void add(struct image *f, const void *p, size_t n)
{
	memcpy(f->data + f->bytes, p, n);
	f->bytes += n;
	while (f->bytes % 4)
		f->data[f->bytes++] = 0;
}
static void open_block(struct image *f, uint32_t type)
{
	f->block = f->bytes;
	add32(f, type);
	add32(f, 0);
}
static void close_block(struct image *f)
{
	const size_t end = f->bytes;
	const uint32_t n = (uint32_t)(end - f->block + 4);

	add32(f, n);
	f->bytes = f->block + 4;
	add32(f, n);
	f->bytes = end + 4;
}
static void section(struct image *f)
{
	open_block(f, 0x0a0d0d0a);
	add32(f, 0x1a2b3c4d);
	add16(f, 1);
	add16(f, 0);
	add32(f, 0xffffffff);
	add32(f, 0xffffffff);
	close_block(f);
}
static void interface(struct image *f, unsigned link, uint32_t snaplen, int resolution, int offset)
{
	open_block(f, 1);
	add16(f, link);
	add16(f, 0);
	add32(f, snaplen);
	if (resolution >= 0) {
		add16(f, 9);
		add16(f, 1);
		add(f, &(uint8_t){(uint8_t)resolution}, 1);
	}
	if (offset) {
		add16(f, 14);
		add16(f, 8);
		add32(f, f->big ? 0 : (uint32_t)offset);
		add32(f, f->big ? (uint32_t)offset : 0);
	}
	add32(f, 0);
	close_block(f);
}
static void enhanced(struct image *f, uint32_t interface_id, uint64_t ticks, uint32_t kept, uint32_t bytes)
{
	open_block(f, 6);
	add32(f, interface_id);
	add32(f, (uint32_t)(ticks >> 32));
	add32(f, (uint32_t)ticks);
	add32(f, kept);
	add32(f, bytes);
	add(f, packet, kept <= sizeof(packet) ? kept : sizeof(packet));
	close_block(f);
}
static struct pcapng_reader *opened(const struct image *f)
{
	struct pcapng_reader *r = NULL;
	struct err e = {0};

	if (pcapng_open_memory(f->data, f->bytes, &r, &e))
		fail_msg("%s", e.text);
	return r;
}
static void other_writers_files_are_read(void **s)
{
	(void)s;
	for (int big = 0; big < 2; big++) {
		struct image f = {.big = big};
		struct pcapng_reader *r;
		struct pcapng_item i;

		section(&f);
		interface(&f, 1, 0, -1, 0);            /* microseconds */
		interface(&f, 113, 0, 0x80 | 20, 100); /* 2^-20 s, from 100 s on */
		open_block(&f, 0x12345678);            /* nobody knows it */
		add32(&f, 42);
		close_block(&f);
		enhanced(&f, 0, 1500000, 40, 40);
		enhanced(&f, 1, 3 << 19, 42, 100);
		open_block(&f, 3);
		add32(&f, 30);
		add(&f, packet, 30);
		close_block(&f);
		open_block(&f, 2); /* the old packet block */
		add16(&f, 1);
		add16(&f, 0);
		add32(&f, 0);
		add32(&f, 1 << 20);
		add32(&f, 16);
		add32(&f, 16);
		add(&f, packet, 16);
		close_block(&f);
		section(&f); /* a second section: interfaces anew */
		interface(&f, 1, 20, 9, 0);
		open_block(&f, 3);
		add32(&f, 42);
		add(&f, packet, 20);
		close_block(&f);
		r = opened(&f);
		assert_int_equal(pcapng_next(r, &i, NULL), 1);
		assert_int_equal(i.wall_ns, 1500000000);
		assert_int_equal(i.kept, 40);
		assert_memory_equal(i.data, packet, 40);
		assert_int_equal(pcapng_next(r, &i, NULL), 1);
		assert_int_equal(i.wall_ns, 101500000000ull);
		assert_int_equal(i.link_type, 113);
		assert_int_equal(i.bytes, 100);
		assert_int_equal(pcapng_next(r, &i, NULL), 1);
		assert_int_equal(i.kept, 30);
		assert_int_equal(i.wall_ns, 0);
		assert_int_equal(pcapng_next(r, &i, NULL), 1);
		assert_int_equal(i.kept, 16);
		assert_int_equal(i.wall_ns, 101000000000ull);
		assert_int_equal(pcapng_next(r, &i, NULL), 1);
		assert_int_equal(i.kept, 20);
		assert_int_equal(i.bytes, 42);
		assert_int_equal(pcapng_next(r, &i, NULL), 0);
		pcapng_close(r);
	}
}
static void refused(const struct image *f, const char *says)
{
	struct pcapng_reader *r = NULL;
	struct pcapng_item i;
	struct err e = {0};
	int n = pcapng_open_memory(f->data, f->bytes, &r, &e);

	while (n >= 0 && (n = pcapng_next(r, &i, &e)) > 0)
		;
	if (n != -EINVAL || !strstr(e.text, says))
		fail_msg("\"%s\" (%d), \"%s\" was expected", e.text, n, says);
	assert_null(strchr(e.text, '\n'));
	pcapng_close(r);
}
static void lies_are_refused_where_they_are(void **s)
{
	struct image f = {0}, good;

	(void)s;
	refused(&f, "is empty");
	memcpy(f.data, "PK\3\4 what is this?!", f.bytes = 20);
	refused(&f, "no pcapng file");
	memcpy(f.data, (const uint8_t[]){0xd4, 0xc3, 0xb2, 0xa1}, 4);
	refused(&f, "is a pcap file, not pcapng: editcap");
	f = (struct image){0};
	section(&f);
	good = f;
	f.data[8] = 1;
	refused(&f, "byte order mark");
	f = good;
	f.data[12] = 9;
	refused(&f, "version 9.0");
	f = good;
	f.data[4] = 0xff;
	f.data[6] = 0xff;
	refused(&f, "are no length");
	f = good;
	f.data[7] = 0x7f;
	refused(&f, "more than the");
	f = good;
	f.data[24] = 44;
	refused(&f, "the length at its end is 44, at its start 28");
	f = good;
	f.bytes -= 2;
	refused(&f, "the file ends");
	f = good;
	enhanced(&f, 0, 0, 40, 40);
	refused(&f, "interface 0 is not described, in the block at byte 28");
	f = good;
	interface(&f, 1, 0, 9, 0);
	enhanced(&f, 0, 0, 400, 400);
	refused(&f, "a packet of 400 bytes in a block of");
	f = good;
	open_block(&f, 6);
	close_block(&f);
	refused(&f, "at least");
	f = good;
	open_block(&f, 1);
	close_block(&f);
	refused(&f, "at least");
	f = good;
	open_block(&f, 0xbad);
	add32(&f, 32473);
	add(&f, "FLUE\1\0\1\0", 8);
	add(&f, (const uint8_t[64]){0xff, 0xff}, 64);
	close_block(&f);
	refused(&f, "a trace record that is none");
	f = good;
	open_block(&f, 0xbad);
	add32(&f, 32473);
	add(&f, "FLUE\1\0\1\0", 8);
	add32(&f, 8);
	close_block(&f);
	refused(&f, "cut off");
}
static void custom_blocks_of_others_are_passed_over(void **s)
{
	struct image f = {0};
	struct pcapng_reader *r;
	struct pcapng_item i;

	(void)s;
	section(&f);
	for (int k = 0; k < 3; k++) {
		open_block(&f, 0xbad);
		add32(&f, k ? 32473 : 12345);
		add(&f, k == 1 ? "EULF\1\0\1\0" : "FLUE\2\0\1\0", 8); /* not ours; of a later version */
		close_block(&f);
	}
	r = opened(&f);
	assert_int_equal(pcapng_next(r, &i, NULL), 0);
	pcapng_close(r);
}

/* ---- capture */
static void captured_frames_and_records_arrive(void **s)
{
	static _Alignas(8) uint8_t buf[CAPTURE_RECORD_MAX];
	const struct iovec iov[2] = {{(void *)packet, 10}, {(void *)(packet + 10), sizeof(packet) - 10}};
	const struct frame_info info = {.has_vlan = 1, .vlan = 5};
	struct capture *a, *b;
	struct capture_view *v;
	const struct trace_head *h = (const struct trace_head *)(void *)buf;
	struct capture_head c;
	_Alignas(8) uint8_t small[128];
	int fd, fd2;
	unsigned n = 0;

	(void)s;
	capture_frame(CAPTURE_WIRE_OUT, &info, iov, 2, 1000); /* nobody listens */
	assert_int_equal(capture_open(CAPTURE_WIRE, 30, &a, &fd, NULL), 0);
	assert_int_equal(capture_open(CAPTURE_HOST, 0, &b, &fd2, NULL), 0);
	assert_int_equal(capture_map(fd, &v, NULL), 0);
	close(fd);
	assert_int_equal(capture_read(v, buf), 0);
	capture_frame(CAPTURE_WIRE_OUT, &info, iov, 2, 1000);
	capture_frame(CAPTURE_WIRE_IN, &info, iov, 2, 15);   /* what was read is shorter than the room */
	capture_frame(CAPTURE_HOST_IN, &info, iov, 2, 1000); /* not for a */
	capture_record(record(small, TRACE_NOTE, "NdisX", "abc", 1));
	while (capture_read(v, buf) > 0) {
		if (h->type == TRACE_NOTE) {
			assert_memory_equal(trace_payload(h), "abc", 3);
			n += 100;
			continue;
		}
		assert_int_equal(h->type, TRACE_FRAME);
		memcpy(&c, trace_payload(h), sizeof(c));
		assert_int_equal(c.side, n % 100 ? CAPTURE_WIRE_IN : CAPTURE_WIRE_OUT);
		assert_int_equal(c.bytes, n % 100 ? 15 : sizeof(packet));
		assert_int_equal(h->payload - sizeof(c), n % 100 ? 15 : 30);
		assert_memory_equal((const uint8_t *)trace_payload(h) + sizeof(c), packet, h->payload - sizeof(c));
		assert_int_equal(c.info.vlan, 5);
		n++;
	}
	assert_int_equal(n, 102);
	assert_int_equal(capture_dropped(v, true), 0);
	for (n = 0; n < 400000; n++) /* more than the ring holds */
		capture_frame(CAPTURE_WIRE_OUT, &info, iov, 2, 1000);
	assert_true(capture_dropped(v, true) > 0);
	assert_int_equal(capture_dropped(v, true), capture_dropped_side(v, CAPTURE_WIRE_IN));
	assert_int_equal(capture_dropped_side(v, CAPTURE_HOST_IN), 0);
	for (n = 0; capture_read(v, buf) > 0; n++)
		;
	assert_int_equal(n + capture_dropped(v, true), 400000);
	capture_close(b);
	close(fd2);
	capture_close(a);
	assert_int_equal(capture_on, 0);
	assert_int_equal(capture_read(v, buf), 0); /* the rings outlive the lab's end */
	capture_unmap(v);
}
static void captures_have_a_limit(void **s)
{
	struct capture *c[CAPTURE_SINKS], *more;
	struct err e = {0};
	int fd;

	(void)s;
	for (unsigned i = 0; i < CAPTURE_SINKS; i++) {
		assert_int_equal(capture_open(CAPTURE_WIRE, 0, &c[i], &fd, NULL), 0);
		close(fd);
	}
	assert_int_equal(capture_open(CAPTURE_WIRE, 0, &more, &fd, &e), -EBUSY);
	assert_int_equal(fd, -1);
	for (unsigned i = 0; i < CAPTURE_SINKS; i++)
		capture_close(c[i]);
}
static void words_for_offloads(void **s)
{
	static const struct {
		struct frame_info info;
		enum capture_side side;
		const char *says;
	} cases[] = {
	        {{0}, CAPTURE_WIRE_OUT, ""},
	        {{.flags = VIRTIO_NET_HDR_F_NEEDS_CSUM, .csum_offset = 6}, CAPTURE_HOST_OUT, "UDP checksum to be filled in"},
	        {{.flags = VIRTIO_NET_HDR_F_DATA_VALID, .has_vlan = 1, .vlan = 0x6005},
	         CAPTURE_HOST_IN,
	         "checksum found good; 802.1Q beside the frame: VLAN 5, priority 3"},
	        {{.gso_type = VIRTIO_NET_HDR_GSO_TCPV4, .gso_size = 1448, .segments = 4, .hash_type = 2, .hash = 0xabc},
	         CAPTURE_HOST_IN,
	         "RSC: 4 segments of 1448 bytes; RSS hash 0x00000abc"},
	};
	struct capture_head c = {.bytes = sizeof(packet)};
	char text[200];

	(void)s;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		c.info = cases[i].info;
		c.side = cases[i].side;
		assert_int_equal(capture_text(&c, packet, sizeof(packet), text, sizeof(text)), strlen(cases[i].says));
		assert_string_equal(text, cases[i].says);
	}
	for (size_t max = 1; max < sizeof(text); max++) {
		const size_t n = capture_text(&c, packet, sizeof(packet), text, max);

		assert_true(n < max && strlen(text) == n);
	}
}
static int set_up(void **s)
{
	int fd = mkstemp(path);

	(void)s;
	assert_true(fd >= 0);
	return close(fd);
}
static int tear_down(void **s)
{
	(void)s;
	return unlink(path);
}
int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(what_is_written_comes_back),
	        cmocka_unit_test(tshark_reads_it),
	        cmocka_unit_test(other_writers_files_are_read),
	        cmocka_unit_test(lies_are_refused_where_they_are),
	        cmocka_unit_test(custom_blocks_of_others_are_passed_over),
	        cmocka_unit_test(captured_frames_and_records_arrive),
	        cmocka_unit_test(captures_have_a_limit),
	        cmocka_unit_test(words_for_offloads),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
