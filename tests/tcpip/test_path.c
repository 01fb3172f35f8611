/*
 * Frames from Linux through the host stack to a driver and back, over a port whose lab's end is the test. What the driver was given is in
 * io_mini.sys's mini_seen; what an offload would have made of it is computed here, from the bytes.
 */
#include "path_lab.h"

/* What Linux is told, and when. */
static json_t *told;
static unsigned tellings;
static json_t *kept[65536]; /* whoever looks at one may still do so when the next comes: they stay */
static void tell(const void *pdo, json_t *net)
{
	told = kept[tellings % ARRAY_LEN(kept)] = net;
	assert_ptr_equal(pdo, nt_devnode_pdo(mini.node));
	tellings++;
}

static int up(void **state)
{
	const struct tcpip_config host = {.on_pause = TCPIP_UPLOAD, .net = tell};
	(void)state;
	tcpip_pause_ms = 300;
	machine_up(with_port(2, 0), &host);
	mini_load();
	MINI(ULONG, mini_task) = 2;
	MINI(ULONG, mini_loop) = 1;
	mini_start();
	return 0;
}

static int down(void **state)
{
	(void)state;
	mini_stop(false);
	mini_unload();
	machine_down(true);
	return 0;
}

/* Nothing is offloaded: what the driver gets is finished. */
static void plain_both_ways(void **state)
{
	(void)state;
	offers(NULL);
	for (unsigned i = 0; i < 300; i++) {
		const struct kind k = {.v6 = i & 1, .udp = i & 2, .tcp_options = i & 4, .id = (uint16_t)i};
		const unsigned n = count();
		linux_sends(&k, i & 1, i * 4, 0, 0);
		port_lab_kick(&lab);
		const uint32_t bytes = linux_receives(0);
		is_sound(bytes, i * 4, 0);
		assert_int_equal(up_info.flags, 0);
		assert_int_equal(count(), n + 1);
		assert_int_equal(seen(n)->checksum, 0);
		assert_int_equal(seen(n)->offset, PORT_HEADROOM);
		assert_int_equal(seen(n)->mdls, 1);
	}
	assert_int_equal(number("sent"), 300);
	assert_int_equal(number("filled"), 300);
	WAIT_UNTIL(MINI(LONG, mini_rx_out) == 0);
	assert_int_equal(nt_finding_count(), 0);
}

/* What a NIC makes of what it was handed: the test's own, from the frame that was looped, as the documentation says. */
static uint32_t folded(const uint8_t *p, size_t n, uint32_t sum)
{
	for (size_t i = 0; i < n; i++)
		sum += i & 1 ? p[i] : (uint32_t)p[i] << 8;
	while (sum >> 16)
		sum = (sum & 0xffff) + (sum >> 16);
	return sum;
}
/* Pseudo header of up_bytes: addresses, protocol, and length if it is to be in. */
static uint32_t pseudo(const struct segment_headers *h, uint32_t length)
{
	uint8_t tail[4] = {0, h->proto, (uint8_t)(length >> 8), (uint8_t)length};
	return folded(tail, 4, folded(up_bytes + h->address, h->address_size * 2u, 0));
}
static unsigned be16_at(const uint8_t *p)
{
	return (unsigned)p[0] << 8 | p[1];
}

/* Checksum offload for every kind that the configuration has it for: the field holds the pseudo header with length, the IPv4 header
 * checksum is 0, and the header offset is right. RP-079. */
static void checksums_RP_079(void **state)
{
	(void)state;
	offers(all);
	for (unsigned i = 0; i < 32; i++) {
		const struct kind k = {.v6 = i & 1,
		                       .udp = i & 2,
		                       .tcp_options = i & 4,
		                       .ip_options = i & 8,
		                       .tag = i & 16 ? 5 : 0,
		                       .id = 7,
		                       .port = (uint16_t)i};
		const unsigned n = count();
		struct segment_headers h;
		linux_sends(&k, 0, 777, 0, 0);
		port_lab_kick(&lab);
		const uint32_t bytes = linux_receives(0);
		const NDIS_TCP_IP_CHECKSUM_NET_BUFFER_LIST_INFO c = {.Value = (PVOID)(uintptr_t)seen(n)->checksum};
		assert_true(segment_parse(up_bytes, bytes, bytes, &h));
		assert_int_equal(c.Transmit.IsIPv4, !k.v6);
		assert_int_equal(c.Transmit.IsIPv6, k.v6);
		assert_int_equal(c.Transmit.TcpChecksum, !k.udp);
		assert_int_equal(c.Transmit.UdpChecksum, k.udp);
		assert_int_equal(c.Transmit.IpHeaderChecksum, !k.v6);
		assert_int_equal(c.Transmit.TcpHeaderOffset, h.l4);
		assert_int_equal(be16_at(up_bytes + h.l4 + (k.udp ? 6 : 16)), pseudo(&h, h.end - h.l4));
		if (!k.v6)
			assert_int_equal(be16_at(up_bytes + h.l3 + 10), 0);
		assert_int_equal(seen(n)->lso | seen(n)->uso, 0);
	}
}

static void no_options(NDIS_OFFLOAD *o)
{
	all(o);
	o->Checksum.IPv4Transmit.TcpOptionsSupported = 0;
	o->Checksum.IPv4Transmit.IpOptionsSupported = 0;
	o->Checksum.IPv6Transmit.IpExtensionHeadersSupported = 0;
	o->Checksum.IPv4Transmit.Encapsulation = o->Checksum.IPv6Transmit.Encapsulation = NDIS_ENCAPSULATION_IEEE_802_3;
	o->Checksum.IPv6Transmit.UdpChecksum = 2; /* off, spelled out */
}
/* Not for this packet: options, extension headers, tags, a protocol that is off. Then the frame is finished in software. */
static void not_for_this_packet_RP_079(void **state)
{
	static const struct kind kinds[] = {{.tcp_options = true},
	                                    {.ip_options = true},
	                                    {.v6 = true, .ip_options = true},
	                                    {.tag = 9},
	                                    {.v6 = true, .udp = true},
	                                    {.udp = true, .ip_options = true, .tag = 77}};
	(void)state;
	offers(no_options);
	for (unsigned i = 0; i < ARRAY_LEN(kinds); i++) {
		const unsigned n = count();
		linux_sends(&kinds[i], 0, 500, 0, 0);
		port_lab_kick(&lab);
		uint32_t bytes = linux_receives(0);
		const NDIS_TCP_IP_CHECKSUM_NET_BUFFER_LIST_INFO c = {.Value = (PVOID)(uintptr_t)seen(n)->checksum};
		assert_int_equal(c.Transmit.TcpChecksum | c.Transmit.UdpChecksum, 0);
		if (c.Transmit.IpHeaderChecksum)
			segment_ip4(up_bytes + 14);
		is_sound(bytes, 500, 0);
	}
}

/* RP-101, RP-315 and the pages on LSO and USO: what a large packet looks like. */
static void large_packets_RP_101_RP_315(void **state)
{
	(void)state;
	offers(all);
	for (unsigned i = 0; i < 16; i++) {
		const struct kind k = {.v6 = i & 1, .udp = i & 2, .tcp_options = i & 4, .ip_options = i & 8, .id = 0x8123};
		const unsigned n = count();
		const uint32_t payload = 1400 * 40 + (i & 4 ? 100 : 0);
		struct segment_headers h;
		linux_sends(&k, 0, payload, 1400, 0);
		port_lab_kick(&lab);
		const uint32_t bytes = linux_receives(0);
		const struct seen *e = seen(n);
		/* LSOv2 has length 0: put it back to look at it */
		const unsigned l3 = 14, at = l3 + (k.v6 ? 4 : 2);
		if (!k.udp) {
			assert_int_equal(be16_at(up_bytes + at), 0);
			put16(up_bytes + at, bytes - l3 - (k.v6 ? 40 : 0));
		}
		assert_true(segment_parse(up_bytes, bytes, bytes, &h));
		if (h.end - h.payload != payload) {
			json_t *j = tcpip_describe(NULL);
			fail_msg("packet %u was cut: %s", i, json_string_value(json_object_get(json_object_get(j, "path"), "cut_last")));
		}
		assert_int_equal(be16_at(up_bytes + h.l4 + (k.udp ? 6 : 16)), pseudo(&h, 0));
		if (!k.v6) {
			assert_int_equal(be16_at(up_bytes + l3 + 10), 0);
			assert_int_equal(be16_at(up_bytes + l3 + 4), k.udp ? 0x8123 : 0x0123); /* RP-315; USO has all 16 bits */
		}
		assert_int_equal(e->buffers, 1);
		if (k.udp) {
			const NDIS_UDP_SEGMENTATION_OFFLOAD_NET_BUFFER_LIST_INFO u = {.Value = (PVOID)(uintptr_t)e->uso};
			assert_int_equal(e->lso, 0);
			assert_int_equal(u.Transmit.MSS, 1400);
			assert_int_equal(u.Transmit.UdpHeaderOffset, h.l4);
			assert_int_equal(u.Transmit.IPVersion, k.v6);
		} else {
			const NDIS_TCP_LARGE_SEND_OFFLOAD_NET_BUFFER_LIST_INFO l = {.Value = (PVOID)(uintptr_t)e->lso};
			assert_int_equal(e->uso, 0);
			assert_int_equal(l.LsoV2Transmit.MSS, 1400);
			assert_int_equal(l.LsoV2Transmit.TcpHeaderOffset, h.l4);
			assert_int_equal(l.LsoV2Transmit.Type, NDIS_TCP_LARGE_SEND_OFFLOAD_V2_TYPE);
			assert_int_equal(l.LsoV2Transmit.IPVersion, k.v6);
		}
	}
}
static void version_one(NDIS_OFFLOAD *o)
{
	o->LsoV1.IPv4.Encapsulation = NDIS_ENCAPSULATION_IEEE_802_3;
	o->LsoV1.IPv4.MaxOffLoadSize = 60000;
	o->LsoV1.IPv4.MinSegmentCount = 2;
	o->LsoV1.IPv4.TcpOptions = 1;
}
static void lso_version_one(void **state)
{
	const struct kind k = {.tcp_options = true, .id = 0x9000};
	const unsigned n = count();
	struct segment_headers h;
	(void)state;
	offers(version_one);
	linux_sends(&k, 0, 20000, 1400, 0);
	port_lab_kick(&lab);
	const uint32_t bytes = linux_receives(0);
	const NDIS_TCP_LARGE_SEND_OFFLOAD_NET_BUFFER_LIST_INFO l = {.Value = (PVOID)(uintptr_t)seen(n)->lso};
	assert_true(segment_parse(up_bytes, bytes, bytes, &h)); /* with its length in the IP header */
	assert_int_equal(h.end, bytes);
	assert_int_equal(l.LsoV1Transmit.Type, NDIS_TCP_LARGE_SEND_OFFLOAD_V1_TYPE);
	assert_int_equal(l.LsoV1Transmit.MSS, 1400);
	assert_int_equal(l.LsoV1Transmit.TcpHeaderOffset, h.l4);
	assert_int_equal(be16_at(up_bytes + h.l3 + 4), 0x1000);
}

/* Comes up in pieces of single segments, in order, each whole. Returns how many. */
static unsigned segments(uint32_t payload, uint32_t mss)
{
	unsigned n = 0;
	for (uint32_t at = 0; at < payload; n++) {
		const uint32_t want = payload - at < mss ? payload - at : mss;
		is_sound(linux_receives(0), want, at);
		at += want;
	}
	return n;
}
static void narrow(NDIS_OFFLOAD *o)
{
	all(o);
	memset(&o->Checksum, 0, sizeof(o->Checksum));
	o->LsoV2.IPv4.MinSegmentCount = o->LsoV2.IPv6.MinSegmentCount = 10;
	o->LsoV2.IPv6.IpExtensionHeadersSupported = 0;
	o->UdpSegmentation.IPv4.SubMssFinalSegmentSupported = 0;
	o->UdpSegmentation.IPv6.MaxOffLoadSize = 8000;
}
/* What is too small, too large or has the wrong headers is cut in software; no large packet breaks the limits. RP-101. */
static void cut_in_software_RP_101(void **state)
{
	struct kind k = {0};
	unsigned n;
	(void)state;
	offers(NULL);
	for (unsigned i = 0; i < 16; i++) {
		k = (struct kind){.v6 = i & 1, .udp = i & 2, .tcp_options = i & 4, .ip_options = i & 8, .id = 0xfffe, .port = (uint16_t)i};
		n = count();
		linux_sends(&k, i & 1, 30001, 1333, 0);
		port_lab_kick(&lab);
		assert_int_equal(segments(30001, 1333), 23);
		assert_int_equal(count(), n + 23);
	}
	offers(narrow);
	n = count();
	k = (struct kind){.id = 1};
	linux_sends(&k, 0, 9 * 1000, 1000, 0); /* below MinSegmentCount */
	port_lab_kick(&lab);
	assert_int_equal(segments(9 * 1000, 1000), 9);
	k = (struct kind){.v6 = true, .ip_options = true};
	linux_sends(&k, 0, 20 * 1000, 1000, 0); /* extension headers */
	port_lab_kick(&lab);
	assert_int_equal(segments(20 * 1000, 1000), 20);
	for (; n < count(); n++)
		assert_int_equal(seen(n)->lso, 0);
	/* a last segment that is short goes by itself, the rest as one large packet */
	k = (struct kind){.udp = true};
	linux_sends(&k, 0, 8 * 1000 + 1, 1000, 0);
	port_lab_kick(&lab);
	linux_receives(0);
	is_sound(linux_receives(0), 1, 8000);
	assert_int_not_equal(seen(n)->uso, 0);
	assert_int_equal(seen(n + 1)->uso, 0);
	/* more than MaxOffLoadSize: two large ones of at most that, and a small one in single segments */
	n = count();
	k = (struct kind){.udp = true, .v6 = true};
	linux_sends(&k, 0, 17 * 1000, 1000, 0);
	port_lab_kick(&lab);
	linux_receives(0);
	linux_receives(0);
	is_sound(linux_receives(0), 1000, 16000);
	assert_int_equal(count(), n + 3);
	assert_true(seen(n)->uso && seen(n + 1)->uso && !seen(n + 2)->uso);
	assert_int_equal(seen(n)->bytes, 14 + 40 + 8 + 8000);
	assert_true(number("cut") >= 20);
}

/* 802.1Q: out of band for a driver that takes it so, into the frame for one that does not. */
static void tags(void **state)
{
	const struct kind k = {.tcp_options = true};
	struct segment_headers h;
	(void)state;
	offers(all);
	unsigned n = count();
	linux_sends(&k, 0, 100, 0, 3 << 13 | 42);
	port_lab_kick(&lab);
	uint32_t bytes = linux_receives(0);
	assert_int_equal(seen(n)->tag, 0); /* MacOptions has no VLAN: in the frame */
	assert_true(segment_parse(up_bytes, bytes, bytes, &h));
	assert_int_equal(h.tags, 1);
	assert_int_equal(h.tag, 3 << 13 | 42);
	assert_int_equal(seen(n)->offset, PORT_HEADROOM - 4);
	mini_stop(false);
	MINI(ULONG, mini_mac_options) = NDIS_MAC_OPTION_8021P_PRIORITY | NDIS_MAC_OPTION_8021Q_VLAN;
	mini_start();
	offers(all);
	n = count();
	linux_sends(&k, 0, 100, 0, 3 << 13 | 42);
	port_lab_kick(&lab);
	bytes = linux_receives(0);
	const NDIS_NET_BUFFER_LIST_8021Q_INFO q = {.Value = (PVOID)(uintptr_t)seen(n)->tag};
	assert_int_equal(q.TagHeader.VlanId, 42);
	assert_int_equal(q.TagHeader.UserPriority, 3);
	assert_true(segment_parse(up_bytes, bytes, bytes, &h));
	assert_int_equal(h.tags, 0);
	assert_int_equal(up_info.has_vlan, 1); /* and comes up as it went down */
	assert_int_equal(up_info.vlan, 3 << 13 | 42);
	assert_int_not_equal(seen(n)->checksum, 0);
}

/* Frames of one connection that want the same become one NBL. */
static void merged(void **state)
{
	(void)state;
	offers(all);
	const unsigned n = count();
	struct err e = {0};
	assert_int_equal(ndis_adapter_pause(mini.adapter, &e), 0);
	for (unsigned i = 0; i < 40; i++) {
		const struct kind k = {.udp = true, .port = (uint16_t)(i / 20)};
		linux_sends(&k, 0, 100 + i, 0, 0);
	}
	assert_int_equal(count(), n); /* nothing is sent while paused */
	assert_int_equal(ndis_adapter_restart(mini.adapter, &e), 0);
	for (unsigned i = 0; i < 40; i++) {
		const uint32_t bytes = linux_receives(0);
		assert_int_equal(bytes, 14 + 20 + 8 + 100 + i); /* in order */
	}
	assert_int_equal(count(), n + 40);
	assert_int_equal(seen(n)->buffers, 16);
	assert_int_equal(seen(n + 16)->buffers, 4);
	assert_int_equal(seen(n + 20)->buffers, 16);
	assert_true(number("merged") >= 36);
}

/* --split */
static void split(void **state)
{
	const struct kind k = {.tcp_options = true};
	(void)state;
	offers(NULL);
	for (uint32_t at = 1; at < 200; at += 7) {
		const unsigned n = count();
		lab.shared->split = at;
		linux_sends(&k, 0, 900, 0, 0);
		port_lab_kick(&lab);
		is_sound(linux_receives(0), 900, 0);
		assert_int_equal(seen(n)->in_first, at);
		assert_int_equal(seen(n)->mdls, 4);
	}
	lab.shared->split = PORT_SPLIT_HEADERS;
	unsigned n = count();
	linux_sends(&k, 0, 900, 0, 0);
	port_lab_kick(&lab);
	is_sound(linux_receives(0), 900, 0);
	assert_int_equal(seen(n)->in_first, 14 + 20 + 32);
	assert_int_equal(seen(n)->mdls, 2);
	offers(all);
	lab.shared->split = 20; /* but all headers of a large packet are in the first MDL */
	n = count();
	linux_sends(&k, 0, 9000, 1000, 0);
	port_lab_kick(&lab);
	linux_receives(0);
	assert_int_equal(seen(n)->in_first, 14 + 20 + 32);
	assert_int_not_equal(seen(n)->lso, 0);
	lab.shared->split = 0;
}

/* Received frames: many pieces, borrowed memory, checksums, coalescing, hash. */
static void received(void **state)
{
	const struct kind k = {.tcp_options = true}, u = {.udp = true, .v6 = true};
	(void)state;
	offers(NULL);
	const json_int_t copied = number("copied");
	MINI(ULONG, mini_rx_mdl) = 100;
	linux_sends(&k, 0, 1400, 0, 0);
	port_lab_kick(&lab);
	is_sound(linux_receives(0), 1400, 0);
	assert_int_equal(up_pieces, 1); /* they happen to lie one behind the other */
	MINI(ULONG, mini_rx_mdl) = 0;
	MINI(ULONG, mini_rx_resources) = 1;
	linux_sends(&k, 0, 1400, 0, 0);
	linux_sends(&u, 0, 60000 - 50, 1000, 0);
	port_lab_kick(&lab);
	is_sound(linux_receives(0), 1400, 0);
	assert_int_equal(segments(60000 - 50, 1000), 60);
	assert_int_equal(number("copied"), copied + 61);
	MINI(ULONG, mini_rx_resources) = 0;

	NDIS_TCP_IP_CHECKSUM_NET_BUFFER_LIST_INFO c = {.Value = NULL};
	c.Receive.TcpChecksumSucceeded = c.Receive.IpChecksumSucceeded = 1;
	MINI(ULONG64, mini_rx_checksum) = (uintptr_t)c.Value;
	linux_sends(&k, 0, 1400, 0, 0);
	port_lab_kick(&lab);
	linux_receives(0);
	assert_int_equal(up_info.flags, VIRTIO_NET_HDR_F_DATA_VALID);
	assert_int_equal(up_info.csum_start, 34);
	assert_int_equal(up_info.csum_offset, 16);
	linux_sends(&u, 0, 100, 0, 0); /* TCP's bit says nothing of UDP */
	port_lab_kick(&lab);
	linux_receives(0);
	assert_int_equal(up_info.flags, 0);
	c.Receive.TcpChecksumFailed = 1;
	MINI(ULONG64, mini_rx_checksum) = (uintptr_t)c.Value;
	linux_sends(&k, 0, 1400, 0, 0);
	port_lab_kick(&lab);
	linux_receives(0);
	assert_int_equal(up_info.flags, 0);
	MINI(ULONG64, mini_rx_checksum) = 0;

	const NDIS_RSC_NBL_INFO r = {.Info.CoalescedSegCount = 3};
	MINI(ULONG64, mini_rx_rsc) = (uintptr_t)r.Value;
	linux_sends(&k, 0, 1400, 0, 0);
	port_lab_kick(&lab);
	linux_receives(0);
	assert_int_equal(up_info.gso_type, VIRTIO_NET_HDR_GSO_TCPV4);
	assert_int_equal(up_info.gso_size, 467); /* ceil(1400 / 3) */
	assert_int_equal(up_info.hdr_len, 66);
	assert_int_equal(up_info.segments, 3);
	linux_sends(&u, 0, 1400, 0, 0); /* of UDP it says nothing */
	port_lab_kick(&lab);
	linux_receives(0);
	assert_int_equal(up_info.gso_type, 0);
	MINI(ULONG64, mini_rx_rsc) = 0;

	MINI(ULONG64, mini_rx_hash_value) = 0x12345679;
	MINI(ULONG64, mini_rx_hash_info) = NDIS_HASH_TCP_IPV4 | NdisHashFunctionToeplitz;
	linux_sends(&k, 0, 10, 0, 0);
	port_lab_kick(&lab);
	linux_receives(1); /* the hash chooses the queue */
	assert_int_equal(up_info.hash, 0x12345679);
	assert_int_equal(up_info.hash_type, 2);
	MINI(ULONG64, mini_rx_hash_info) = 0;
	WAIT_UNTIL(MINI(LONG, mini_rx_out) == 0);
}

/* Linux keeps what it was lent: the pause takes it back after its bound; what the lab gives back afterwards is nobody's. */
static void pause_with_receives_out(void **state)
{
	const struct kind k = {.udp = true};
	struct iovec iov[PORT_PIECES];
	struct frame_info info;
	uint32_t bytes, cookie;
	struct err e = {0};
	(void)state;
	offers(NULL);
	linux_sends(&k, 0, 10, 0, 0);
	port_lab_kick(&lab);
	WAIT_UNTIL(atomic_load(&lab.shared->queue[0].rx.head) != lab.rx_tail[0]);
	assert_int_equal(port_lab_rx(&lab, 0, &info, &bytes, &cookie, iov), 1);
	assert_int_equal(MINI(LONG, mini_rx_out), 1);
	assert_int_equal(ndis_adapter_pause(mini.adapter, &e), 0);
	assert_int_equal(MINI(LONG, mini_rx_out), 0);
	port_lab_rx_done(&lab, 0, cookie);
	assert_int_equal(ndis_adapter_restart(mini.adapter, &e), 0);
	linux_sends(&k, 0, 11, 0, 0);
	port_lab_kick(&lab);
	is_sound(linux_receives(0), 11, 0);
	WAIT_UNTIL(MINI(LONG, mini_rx_out) == 0);
}

/* More pieces than there are buffers, with a driver that holds what it has: Linux waits, nothing is lost. */
static void many_pieces_held(void **state)
{
	const struct kind k = {.port = 3};
	const unsigned n = count();
	(void)state;
	offers(NULL);
	MINI(ULONG, mini_loop) = 0;
	for (unsigned i = 0; i < 20; i++)
		linux_sends(&k, 0, 60000, 1000, 0);
	port_lab_kick(&lab);
	WAIT_UNTIL(count() == n + 512);
	sleep_ms(20);
	assert_int_equal(count(), n + 512);
	while (count() < n + 1200) {
		MINI_CALL(mini_complete_sends, void, LONG)(NDIS_STATUS_SUCCESS);
		sleep_ms(1);
	}
	MINI_CALL(mini_complete_sends, void, LONG)(NDIS_STATUS_SUCCESS);
	MINI(ULONG, mini_loop) = 1;
	WAIT_UNTIL(number("sent") == number("sent"));
	const struct kind last = {.udp = true};
	linux_sends(&last, 0, 10, 0, 0);
	port_lab_kick(&lab);
	is_sound(linux_receives(0), 10, 0);
}

/* A change of configuration while frames flow: what is handed down after the indication returned was made under the new one. Also from
 * inside the send handler. */
static void change_under_load(void **state)
{
	struct iovec iov[PORT_PIECES];
	struct frame_info info;
	uint32_t bytes, cookie;
	(void)state;
	MINI(ULONG, mini_loop) = 2;
	for (unsigned round = 0; round < 200; round++) {
		const bool on = round & 1;
		offers(on ? all : NULL);
		const unsigned from = count();
		for (unsigned i = 0; i < 20; i++) {
			const struct kind k = {.v6 = i & 1};
			linux_sends(&k, i & 1, 3000, 1000, 0);
		}
		port_lab_kick(&lab);
		if (round % 10 == 9)
			MINI(ULONG, mini_status_in_send) = 2;
		WAIT_UNTIL(count() > from + 2);
		/* everything from here on, the rest of the last round included, is as the configuration says */
		for (unsigned i = from; i < count(); i++)
			if (seen(i)->config == (uint32_t)MINI(LONG, mini_generation))
				assert_int_equal(seen(i)->lso != 0, on);
	}
	while (port_lab_rx(&lab, 0, &info, &bytes, &cookie, iov) > 0)
		port_lab_rx_done(&lab, 0, cookie);
	MINI(ULONG, mini_loop) = 1;
}

static json_int_t told_number(const char *name)
{
	json_t *v = json_object_get(told, name);
	assert_non_null(v);
	return json_is_boolean(v) ? json_is_true(v) : json_integer_value(v);
}
static void linux_is_told(void **state)
{
	(void)state;
	offers(all);
	WAIT_UNTIL(told_number("tso4") == 60000);
	assert_int_equal(told_number("tso6"), 60000);
	assert_int_equal(told_number("uso4"), 60000);
	assert_int_equal(told_number("uso6"), 60000);
	assert_int_equal(told_number("csum4") + told_number("csum6"), 2);
	assert_int_equal(told_number("tso_min"), 2);
	assert_int_equal(told_number("mtu"), 1500);
	assert_int_equal(told_number("up") + told_number("running") + told_number("link"), 3);
	assert_int_equal(told_number("speed"), 1000000000);
	assert_string_equal(json_string_value(json_object_get(told, "mac")), "02:f1:e0:10:31:01");
	offers(NULL);
	WAIT_UNTIL(told_number("tso4") == 0);
	assert_int_equal(told_number("csum4") + told_number("csum6") + told_number("uso4"), 0);
	AT_DISPATCH(MINI_CALL(mini_link, void, ULONG)(0));
	WAIT_UNTIL(told_number("link") == 0);
	MINI_CALL(mini_link, void, ULONG)(1);
	WAIT_UNTIL(told_number("link") == 1);
	assert_int_equal(told_number("speed"), 10000000000);
	struct err e = {0};
	assert_int_equal(ndis_adapter_pause(mini.adapter, &e), 0);
	WAIT_UNTIL(told_number("running") == 0);
	assert_int_equal(ndis_adapter_restart(mini.adapter, &e), 0);
	WAIT_UNTIL(told_number("running") == 1);
}

/* What the user of the netdev wants of the driver, and what is refused. */
static void linux_asks(void **state)
{
	const void *pdo = nt_devnode_pdo(mini.node);
	struct tcpip_net_set s = {.mtu_set = true, .mtu = 1400};
	struct err e = {0};
	(void)state;
	assert_int_equal(tcpip_net_set(pdo, &s, &e), 0);
	assert_int_equal(told_number("mtu"), 1400); /* before it returned */
	s.mtu = 9000;
	assert_int_equal(tcpip_net_set(pdo, &s, &e), -EINVAL);
	assert_non_null(strstr(e.text, "MtuSize 1500"));
	s.mtu = 1500;
	assert_int_equal(tcpip_net_set(pdo, &s, &e), 0);
	assert_int_equal(told_number("mtu"), 1500);
	s = (struct tcpip_net_set){.mac_set = true, .mac = {2, 0xf1, 0xe0, 0x10, 0x31, 1}};
	assert_int_equal(tcpip_net_set(pdo, &s, &e), 0); /* it is that one */
	s.mac[5] = 2;
	assert_int_equal(tcpip_net_set(pdo, &s, &e), -EOPNOTSUPP);
	assert_non_null(strstr(e.text, "NetworkAddress=02F1E0103102"));
	s = (struct tcpip_net_set){.filter_set = true, .promisc = true};
	assert_int_equal(tcpip_net_set(pdo, &s, &e), -EOPNOTSUPP);
	const LONG filters = MINI(LONG, mini_filters);
	s = (struct tcpip_net_set){.filter_set = true, .count = 2, .multicast = {{1, 0, 0x5e, 0, 0, 1}, {1, 0, 0x5e, 0, 0, 0xfb}}};
	assert_int_equal(tcpip_net_set(pdo, &s, &e), 0);
	assert_int_equal(MINI(LONG, mini_filters), filters + 1);
	assert_int_equal(tcpip_net_set("nobody", &s, &e), -ENODEV);
}

/* A driver that never completes: the pause ends all the same, each step says what is missing, and the next start has frames flow. */
static void driver_forgets(void **state)
{
	const struct kind k = {.udp = true};
	const unsigned findings = nt_finding_count(), n = count();
	(void)state;
	offers(NULL);
	MINI(ULONG, mini_loop) = 3;
	linux_sends(&k, 0, 10, 0, 0);
	port_lab_kick(&lab);
	WAIT_UNTIL(count() == n + 1);
	MINI(ULONG, mini_loop) = 1;
	mini_stop(false);
	assert_true(nt_finding_count() >= findings + 2);
	assert_non_null(strstr(nt_finding_last(), "never completed 1 NBL"));
	mini_start();
	offers(NULL);
	linux_sends(&k, 0, 11, 0, 0);
	port_lab_kick(&lab);
	is_sound(linux_receives(0), 11, 0);
}

/* A hostile or confused Linux side: dropped, counted, the slot comes back. */
static void nonsense(void **state)
{
	const struct kind k = {0};
	struct frame_info info;
	unsigned slot;
	(void)state;
	offers(all);
	const json_int_t dropped = number("tx_dropped");
	for (unsigned i = 0; i < 6; i++) {
		uint8_t *f = port_lab_slot(&lab, 0, &slot);
		uint32_t bytes = make(f, &k, 3000, 1000, &info);
		if (i == 0)
			info.gso_type = VIRTIO_NET_HDR_GSO_TCPV6;
		if (i == 1)
			info.gso_size = 0;
		if (i == 2)
			info.gso_type = 4;
		if (i == 3)
			bytes = 40;
		if (i == 4)
			info.gso_size = 9000; /* segments beyond the MTU */
		if (i == 5)
			info.gso_type = 0; /* itself beyond the MTU */
		assert_int_equal(port_lab_tx(&lab, 0, slot, bytes, &info), 0);
	}
	port_lab_kick(&lab);
	WAIT_UNTIL(number("tx_dropped") == dropped + 6);
	linux_sends(&k, 0, 10, 0, 0);
	port_lab_kick(&lab);
	linux_receives(0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(plain_both_ways),
	        cmocka_unit_test(checksums_RP_079),
	        cmocka_unit_test(not_for_this_packet_RP_079),
	        cmocka_unit_test(large_packets_RP_101_RP_315),
	        cmocka_unit_test(lso_version_one),
	        cmocka_unit_test(cut_in_software_RP_101),
	        cmocka_unit_test(tags),
	        cmocka_unit_test(merged),
	        cmocka_unit_test(split),
	        cmocka_unit_test(received),
	        cmocka_unit_test(pause_with_receives_out),
	        cmocka_unit_test(many_pieces_held),
	        cmocka_unit_test(change_under_load),
	        cmocka_unit_test(nonsense),
	        cmocka_unit_test(driver_forgets),
	        cmocka_unit_test(linux_is_told),
	        cmocka_unit_test(linux_asks),
	};
	return cmocka_run_group_tests(tests, up, down);
}
