/*
 * The lab's end of a port, played by a test of the host stack: frames as Linux makes them, what comes up, what io_mini.sys has seen.
 */
#pragma once
#define IO_HARNESS_TCPIP 1
#include "ndis/io_harness.h"
#include "base/segment.h"
#include "port/port.h"
#include <fcntl.h>
#include <linux/virtio_net.h>
#include <sys/eventfd.h>
#include <unistd.h>

struct seen {
	uint64_t checksum, lso, uso, tag;
	uint32_t first, buffers, mdls, bytes, offset, flags, in_first, config;
	uint8_t head[160];
};
static struct port_lab lab;

static inline struct nt_config with_port(unsigned queues, uint32_t split)
{
	struct nt_config config = nt_test_config();
	struct ram_header *h = config.ram;
	h->port[0] = h->pool_start;
	h->pool_start += PORT_BYTES;
	for (unsigned i = 0; i < 2; i++) {
		const int want = i ? MACHINE_FD_PORT_LAB : MACHINE_FD_PORT, fd = eventfd(0, EFD_NONBLOCK);
		assert_int_equal(dup2(fd, want), want);
		close(fd);
	}
	port_lab_init(&lab, h, h->ram_size, h->port[0], queues, MACHINE_FD_PORT, MACHINE_FD_PORT_LAB);
	lab.shared->split = split;
	return config;
}

/* ---- frames */
static inline void put16(uint8_t *p, unsigned v)
{
	p[0] = (uint8_t)(v >> 8);
	p[1] = (uint8_t)v;
}
struct kind {
	bool v6, udp, tcp_options, ip_options;
	unsigned tag;
	uint16_t id, port;
};
/* A frame as Linux hands it to a TAP: partial checksum where NEEDS_CSUM is to be set. */
static inline uint32_t make(uint8_t *f, const struct kind *k, uint32_t payload, unsigned gso, struct frame_info *info)
{
	uint8_t *ip = f + 14 + (k->tag ? 4 : 0);
	const unsigned options = k->ip_options ? 8 : 0, l4_bytes = k->udp ? 8 : k->tcp_options ? 32 : 20;
	uint8_t *l4 = ip + (k->v6 ? 40 : 20) + options;
	struct segment_headers h;
	memset(f, 0, (size_t)(l4 - f) + l4_bytes);
	memcpy(f, "\x02\1\2\3\4\5\x02\1\2\3\4\6", 12);
	if (k->tag) {
		put16(f + 12, 0x8100);
		put16(f + 14, k->tag);
	}
	put16(ip - 2, k->v6 ? 0x86dd : 0x800);
	if (k->v6) {
		ip[0] = 0x60;
		put16(ip + 4, options + l4_bytes + payload);
		ip[6] = options ? 60 : k->udp ? 17 : 6;
		ip[7] = 64;
		ip[8] = 0xfd;
		ip[23] = 1;
		ip[24] = 0xfd;
		ip[39] = 2;
		if (options) { /* destination options: PadN */
			ip[40] = k->udp ? 17 : 6;
			ip[42] = 1;
			ip[43] = 4;
		}
	} else {
		ip[0] = (uint8_t)(0x45 + options / 4);
		put16(ip + 2, 20 + options + l4_bytes + payload);
		put16(ip + 4, k->id);
		ip[8] = 64;
		ip[9] = k->udp ? 17 : 6;
		memcpy(ip + 12, "\x0a\x4d\0\1\x0a\x4d\0\2", 8);
		memset(ip + 20, 1, options); /* no operation */
		segment_ip4(ip);
	}
	put16(l4, 1000 + k->port);
	put16(l4 + 2, 80);
	if (k->udp) {
		put16(l4 + 4, 8 + payload);
	} else {
		put16(l4 + 4, 0x1234);
		put16(l4 + 6, 0x5678);
		l4[12] = (uint8_t)(l4_bytes / 4 << 4);
		l4[13] = 0x18;
		memset(l4 + 20, 1, l4_bytes - 20);
	}
	for (uint32_t i = 0; i < payload; i++)
		l4[l4_bytes + i] = (uint8_t)(i * 7 + i / 251);
	const uint32_t bytes = (uint32_t)(l4 - f) + l4_bytes + payload;
	assert_true(segment_parse(f, bytes, bytes, &h));
	const uint16_t sum = segment_pseudo(f, &h, l4_bytes + payload);
	memcpy(l4 + (k->udp ? 6 : 16), &sum, 2);
	*info = (struct frame_info){.flags = VIRTIO_NET_HDR_F_NEEDS_CSUM,
	                            .csum_start = (uint16_t)(l4 - f),
	                            .csum_offset = k->udp ? 6 : 16,
	                            .gso_size = (uint16_t)gso,
	                            .gso_type = !gso     ? 0
	                                        : k->udp ? 5
	                                        : k->v6  ? VIRTIO_NET_HDR_GSO_TCPV6
	                                                 : VIRTIO_NET_HDR_GSO_TCPV4,
	                            .hdr_len = gso ? (uint16_t)((l4 - f) + l4_bytes) : 0};
	return bytes;
}
static inline void linux_sends(const struct kind *k, unsigned queue, uint32_t payload, unsigned gso, unsigned vlan)
{
	struct frame_info info;
	unsigned slot;
	uint8_t *f = NULL;
	for (unsigned i = 0; i < 5000 && !(f = port_lab_slot(&lab, queue, &slot)); i++)
		sleep_ms(1);
	assert_non_null(f);
	const uint32_t bytes = make(f, k, payload, gso, &info);
	info.has_vlan = vlan != 0;
	info.vlan = (uint16_t)vlan;
	assert_int_equal(port_lab_tx(&lab, queue, slot, bytes, &info), 0);
}
static inline struct seen *seen(unsigned i)
{
	return &((struct seen *)mini_symbol("mini_seen"))[i % 1024];
}
static inline unsigned count(void)
{
	return (unsigned)MINI(LONG, mini_seen_count);
}
/* The next frame that came up, as one block. */
static struct frame_info up_info;
static uint8_t up_bytes[FRAME_MAX];
static uint32_t up_cookie;
static int up_pieces;
static inline uint32_t linux_receives(unsigned queue)
{
	struct iovec iov[PORT_PIECES];
	uint32_t bytes = 0, at = 0;
	for (unsigned i = 0; i < 5000 && !(up_pieces = port_lab_rx(&lab, queue, &up_info, &bytes, &up_cookie, iov)); i++)
		sleep_ms(1);
	assert_true(up_pieces > 0);
	for (int i = 0; i < up_pieces; i++) {
		memcpy(up_bytes + at, iov[i].iov_base, iov[i].iov_len);
		at += (uint32_t)iov[i].iov_len;
	}
	assert_int_equal(at, bytes);
	port_lab_rx_done(&lab, queue, up_cookie);
	port_lab_kick(&lab);
	return bytes;
}
/* What came up is a whole, correct packet with this payload from `from` on. */
static inline void is_sound(uint32_t bytes, uint32_t payload, uint32_t from)
{
	struct segment_headers h;
	assert_true(segment_parse(up_bytes, bytes, bytes, &h));
	assert_int_equal(h.end, bytes);
	assert_int_equal(h.end - h.payload, payload);
	assert_int_not_equal(segment_verify_ip4(up_bytes, &h), SEGMENT_BAD);
	assert_int_equal(segment_verify_l4(up_bytes, &h), SEGMENT_GOOD);
	for (uint32_t i = 0; i < payload; i++)
		if (up_bytes[h.payload + i] != (uint8_t)((from + i) * 7 + (from + i) / 251))
			fail_msg("byte %u of the payload is wrong", from + i);
}

static inline json_int_t number(const char *name)
{
	json_t *j = tcpip_describe(NULL), *path = json_object_get(j, "path");
	const json_int_t n = json_integer_value(json_object_get(path, name));
	assert_non_null(json_object_get(path, name));
	json_decref(j);
	return n;
}
static inline void offers(void (*fill)(NDIS_OFFLOAD *o))
{
	NDIS_OFFLOAD *o = &MINI(NDIS_OFFLOAD, mini_offload);
	memset(o, 0, sizeof(*o));
	if (fill)
		fill(o);
	MINI(LONG, mini_generation)++;
	MINI_CALL(mini_task_change, void, ULONG)(2);
	for (bool set = !fill; !set;) { /* the first time there is something to activate, on a work item */
		json_t *j = tcpip_describe(NULL);
		set = !strcmp(json_string_value(json_object_get(json_object_get(j, "encapsulation"), "state")), "on");
		json_decref(j);
		if (!set)
			sleep_ms(1);
	}
}
#define E (NDIS_ENCAPSULATION_IEEE_802_3 | NDIS_ENCAPSULATION_IEEE_802_3_P_AND_Q | NDIS_ENCAPSULATION_IEEE_802_3_P_AND_Q_IN_OOB)
static inline void all(NDIS_OFFLOAD *o)
{
	o->Checksum.IPv4Transmit.Encapsulation = o->Checksum.IPv6Transmit.Encapsulation = E;
	o->Checksum.IPv4Transmit.IpOptionsSupported = o->Checksum.IPv4Transmit.TcpOptionsSupported = 1;
	o->Checksum.IPv4Transmit.TcpChecksum = o->Checksum.IPv4Transmit.UdpChecksum = o->Checksum.IPv4Transmit.IpChecksum = 1;
	o->Checksum.IPv6Transmit.IpExtensionHeadersSupported = o->Checksum.IPv6Transmit.TcpOptionsSupported = 1;
	o->Checksum.IPv6Transmit.TcpChecksum = o->Checksum.IPv6Transmit.UdpChecksum = 1;
	o->LsoV2.IPv4.Encapsulation = o->LsoV2.IPv6.Encapsulation = E;
	o->LsoV2.IPv4.MaxOffLoadSize = o->LsoV2.IPv6.MaxOffLoadSize = 60000;
	o->LsoV2.IPv4.MinSegmentCount = o->LsoV2.IPv6.MinSegmentCount = 2;
	o->LsoV2.IPv6.IpExtensionHeadersSupported = o->LsoV2.IPv6.TcpOptionsSupported = 1;
	o->UdpSegmentation.IPv4.Encapsulation = o->UdpSegmentation.IPv6.Encapsulation = E;
	o->UdpSegmentation.IPv4.MaxOffLoadSize = o->UdpSegmentation.IPv6.MaxOffLoadSize = 60000;
	o->UdpSegmentation.IPv4.MinSegmentCount = o->UdpSegmentation.IPv6.MinSegmentCount = 2;
	o->UdpSegmentation.IPv6.IpExtensionHeadersSupported = 1;
	o->UdpSegmentation.IPv4.SubMssFinalSegmentSupported = o->UdpSegmentation.IPv6.SubMssFinalSegmentSupported = 1;
}
