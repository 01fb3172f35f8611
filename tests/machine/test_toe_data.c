/*
 * toe.sys, the data path: every offload out and in, rings that wrap and fill up, cancelled sends, pause, reset and removal while packets
 * are on their way, RSS, the line interrupt, every NDIS version, and how often a packet costs a trap.
 */
#include "toe_data.h"
#include "base/segment.h"

static struct made m, want;

static struct how checksum_of(const struct shape *s)
{
	struct how h = {0};
	h.csum.Transmit.IsIPv4 = s->ip == 4;
	h.csum.Transmit.IsIPv6 = s->ip == 6;
	h.csum.Transmit.IpHeaderChecksum = s->ip == 4;
	h.csum.Transmit.TcpChecksum = s->proto == 6;
	h.csum.Transmit.UdpChecksum = s->proto == 17;
	h.csum.Transmit.TcpHeaderOffset = s->proto == 6 ? m.l4 : 0;
	return h;
}

static void expect_on_cable(const uint8_t *frame, uint32_t bytes)
{
	struct cable_frame f = {0};
	assert_true(cable_out(&f));
	assert_int_equal(f.bytes, bytes);
	assert_memory_equal(f.data, frame, bytes);
	free(f.data);
}

/* ---- out */
static void test_plain_sends(void **state)
{
	(void)state;
	static uint8_t frame[1514];
	data_up("toe", false);
	memcpy(frame, "\x02\xaa\xbb\xcc\xdd\xee", 6);
	memcpy(frame + 6, rig_mac, 6);
	frame[12] = 0x88, frame[13] = 0xb5;
	for (unsigned i = 14; i < sizeof frame; i++)
		frame[i] = (uint8_t)(i * 7);
	static const unsigned splits[] = {0, 1, 13, 60, 200, 1000};
	for (unsigned i = 0; i < 60; i++) {
		const uint32_t bytes = 60 + i * 24;
		/* 1,454 pieces of one byte: more than the card takes, the driver copies */
		const struct how h = {.split = splits[i % ARRAY_LEN(splits)]};
		send_frame(frame, bytes, &h);
		expect_on_cable(frame, bytes);
	}
	WAIT_UNTIL(P.completed == 60);
	assert_int_equal(P.succeeded, 60);
	/* too long, too short: failed, and the card goes on */
	static uint8_t longer[1600];
	memcpy(longer, frame, 14);
	send_frame(longer, 1515, NULL);
	WAIT_UNTIL(P.completed == 61);
	assert_int_equal(P.last_status, NDIS_STATUS_INVALID_LENGTH);
	send_frame(frame, 13, NULL);
	WAIT_UNTIL(P.completed == 62);
	assert_int_equal(P.last_status, NDIS_STATUS_FAILURE);
	send_frame(frame, 100, NULL);
	expect_on_cable(frame, 100);
	data_end();
}

static void test_checksums(void **state)
{
	(void)state;
	unsigned i = 0;
	data_up("toe", false);
	for (unsigned ip = 4; ip <= 6; ip += 2)
		for (unsigned proto = 6; proto <= 17; proto += 11)
			for (uint32_t payload = 1; payload < 1400; payload += 173, i++) {
				const struct shape s = {
				        .ip = ip, .proto = proto, .payload = payload, .seq = i * 7919, .tcp_options = i % 2 * 12};
				make_frame(&m, s, SUM_PARTIAL);
				make_frame(&want, s, SUM_REAL);
				struct how h = checksum_of(&s);
				h.split = i % 3 ? 17 : 0;
				if (ip == 4)
					put16(m.data + m.l3 + 10, 0);
				send_frame(m.data, m.bytes, &h);
				expect_on_cable(want.data, want.bytes);
			}
	WAIT_UNTIL(P.succeeded == i);
	/* Switched off: such a packet is failed, the card is not asked for it. */
	assert_int_equal(SET_PARAMETERS(p.TCPIPv4Checksum = NDIS_OFFLOAD_PARAMETERS_TX_RX_DISABLED; p.LsoV2IPv4 = 1; p.LsoV1 = 1),
	                 NDIS_STATUS_SUCCESS);
	const struct shape s = {.ip = 4, .proto = 6, .payload = 100};
	make_frame(&m, s, SUM_PARTIAL);
	const struct how h = checksum_of(&s);
	send_frame(m.data, m.bytes, &h);
	WAIT_UNTIL(P.failed == 1);
	/* headers that are not what the request says */
	struct how wrong = checksum_of(&(struct shape){.ip = 4, .proto = 17});
	send_frame(m.data, m.bytes, &wrong);
	WAIT_UNTIL(P.failed == 2);
	data_end();
}

/* One large packet; looks at all segments. */
static void large(struct shape s, unsigned mss, struct how h)
{
	const bool tcp = s.proto == 6;
	uint32_t at = 0;
	unsigned segment = 0;
	make_frame(&m, s, SUM_PARTIAL_NO_LENGTH);
	if (tcp) {
		h.lso.LsoV2Transmit.MSS = mss;
		h.lso.LsoV2Transmit.TcpHeaderOffset = m.l4;
		if (h.lso.Transmit.Type == NDIS_TCP_LARGE_SEND_OFFLOAD_V2_TYPE) {
			h.lso.LsoV2Transmit.IPVersion = s.ip == 6;
			put16(m.data + m.l3 + (s.ip == 4 ? 2 : 4), 0);
		}
	} else {
		h.uso.Transmit.MSS = mss;
		h.uso.Transmit.UdpHeaderOffset = m.l4;
		h.uso.Transmit.IPVersion = s.ip == 6;
	}
	h.split = m.header;
	send_frame(m.data, m.bytes, &h);
	while (at < s.payload) {
		struct cable_frame f = {0};
		if (!cable_out(&f))
			fail_msg("IPv%u, %u bytes, MDLs of %u: after %u bytes, sends %u of %u complete, the last 0x%08x", s.ip, s.payload,
			         h.rest, at, P.completed, P.sent, (unsigned)P.last_status);
		const uint32_t payload = f.bytes - m.header;
		assert_true(payload == mss || (at + payload == s.payload && payload < mss));
		assert_memory_equal(f.data + m.header, m.data + m.header + at, payload);
		check_sums(f.data, f.bytes);
		if (s.ip == 4)
			assert_int_equal(get16(f.data + m.l3 + 4), (s.id + segment) & (tcp ? 0x7fff : 0xffff));
		if (tcp)
			assert_int_equal(get32(f.data + m.l4 + 4), s.seq + at);
		at += payload;
		segment++;
		free(f.data);
	}
	WAIT_UNTIL(P.completed == P.sent);
	assert_int_equal(P.last_status, NDIS_STATUS_SUCCESS);
}

static void test_segmentation(void **state)
{
	(void)state;
	struct how v1 = {0}, v2 = {0}, uso = {0};
	data_up("toe", false);
	v2.lso.LsoV2Transmit.Type = NDIS_TCP_LARGE_SEND_OFFLOAD_V2_TYPE;
	for (unsigned ip = 4; ip <= 6; ip += 2)
		for (unsigned i = 0; i < 6; i++) {
			const struct shape s = {.ip = ip,
			                        .proto = 6,
			                        .payload = 3000 + i * 12000,
			                        .seq = 0xfffff000,
			                        .id = 0x7ff8,
			                        .flags = 0x18,
			                        .tcp_options = i % 2 * 12};
			v2.rest = i % 3 == 0 ? 0 : i % 3 == 1 ? 4096 : 1111; /* 1111: up to 57 pieces, or bounced */
			large(s, ip == 4 ? 1448 : 1428, v2);
			NDIS_TCP_LARGE_SEND_OFFLOAD_NET_BUFFER_LIST_INFO done = {.Value = (PVOID)P.last_lso};
			assert_int_equal(done.LsoV2TransmitComplete.Type, NDIS_TCP_LARGE_SEND_OFFLOAD_V2_TYPE);
			assert_int_equal(done.LsoV2TransmitComplete.Reserved, 0);
		}
	const struct shape s = {.ip = 4, .proto = 6, .payload = 30000, .seq = 5, .id = 3};
	large(s, 1460, v1);
	NDIS_TCP_LARGE_SEND_OFFLOAD_NET_BUFFER_LIST_INFO done = {.Value = (PVOID)P.last_lso};
	assert_int_equal(done.LsoV1TransmitComplete.Type, NDIS_TCP_LARGE_SEND_OFFLOAD_V1_TYPE);
	assert_int_equal(done.LsoV1TransmitComplete.TcpPayload, 30000);
	for (unsigned ip = 4; ip <= 6; ip += 2)
		large((struct shape){.ip = ip, .proto = 17, .payload = 20000, .seq = 9, .id = 0xfffe}, 1400, uso);
	/* fewer segments than the report says, and LSO switched off: failed */
	make_frame(&m, (struct shape){.ip = 4, .proto = 6, .payload = 1000}, SUM_PARTIAL_NO_LENGTH);
	v2.lso.LsoV2Transmit.MSS = 1460;
	v2.lso.LsoV2Transmit.TcpHeaderOffset = m.l4;
	v2.split = 0;
	send_frame(m.data, m.bytes, &v2);
	WAIT_UNTIL(P.failed == 1);
	assert_int_equal(SET_PARAMETERS(p.LsoV2IPv4 = 1; p.LsoV1 = 1), NDIS_STATUS_SUCCESS);
	make_frame(&m, (struct shape){.ip = 4, .proto = 6, .payload = 9000}, SUM_PARTIAL_NO_LENGTH);
	send_frame(m.data, m.bytes, &v2);
	WAIT_UNTIL(P.failed == 2);
	data_end();
}

static void test_tags_out(void **state)
{
	(void)state;
	struct how h = {0};
	data_up("toe", false);
	make_frame(&m, (struct shape){.ip = 4, .proto = 17, .payload = 100}, SUM_REAL);
	make_frame(&want, (struct shape){.ip = 4, .proto = 17, .payload = 100, .vlan = 0xa005}, SUM_REAL);
	h.tag.TagHeader.UserPriority = 5;
	h.tag.TagHeader.VlanId = 5;
	send_frame(m.data, m.bytes, &h);
	expect_on_cable(want.data, want.bytes);
	data_end();
}

/* ---- in */
static void test_receives(void **state)
{
	(void)state;
	unsigned i = 0;
	data_up("toe", false);
	for (unsigned ip = 4; ip <= 6; ip += 2)
		for (unsigned proto = 6; proto <= 17; proto += 11)
			for (unsigned bad = 0; bad < 2; bad++, i++) {
				const struct shape s = {.ip = ip, .proto = proto, .payload = 50 + i * 150, .seq = i, .flags = 0x18};
				make_frame(&m, s, bad ? SUM_WRONG : SUM_REAL);
				cable_in(NULL, m.data, m.bytes);
				struct up *u = next_up();
				assert_non_null(u);
				assert_int_equal(u->bytes, m.bytes);
				assert_memory_equal(u->data, m.data, m.bytes);
				assert_int_equal(u->csum.Receive.IpChecksumSucceeded, ip == 4);
				assert_int_equal(u->csum.Receive.IpChecksumFailed, 0);
				assert_int_equal(u->csum.Receive.TcpChecksumSucceeded, proto == 6 && !bad);
				assert_int_equal(u->csum.Receive.TcpChecksumFailed, proto == 6 && bad);
				assert_int_equal(u->csum.Receive.UdpChecksumSucceeded, proto == 17 && !bad);
				assert_int_equal(u->csum.Receive.UdpChecksumFailed, proto == 17 && bad);
				assert_int_equal(u->nbl_flags & (NDIS_NBL_FLAGS_IS_IPV4 | NDIS_NBL_FLAGS_IS_IPV6),
				                 ip == 4 ? NDIS_NBL_FLAGS_IS_IPV4 : NDIS_NBL_FLAGS_IS_IPV6);
				assert_null(u->rsc.Value);
			}
	/* not vouched for when it is off */
	assert_int_equal(SET_PARAMETERS(p.UDPIPv4Checksum = NDIS_OFFLOAD_PARAMETERS_TX_RX_DISABLED; p.UdpSegmentation.IPv4 = 1),
	                 NDIS_STATUS_SUCCESS);
	make_frame(&m, (struct shape){.ip = 4, .proto = 17, .payload = 50}, SUM_REAL);
	cable_in(NULL, m.data, m.bytes);
	struct up *u = next_up();
	assert_non_null(u);
	assert_false(u->csum.Receive.UdpChecksumSucceeded || u->csum.Receive.UdpChecksumFailed);
	/* a tag comes off */
	make_frame(&m, (struct shape){.ip = 6, .proto = 6, .payload = 80, .vlan = 0x6123}, SUM_REAL);
	make_frame(&want, (struct shape){.ip = 6, .proto = 6, .payload = 80}, SUM_REAL);
	cable_in(NULL, m.data, m.bytes);
	u = next_up();
	assert_non_null(u);
	assert_int_equal(u->bytes, want.bytes);
	assert_memory_equal(u->data, want.data, want.bytes);
	assert_int_equal(u->tag.TagHeader.VlanId, 0x123);
	assert_int_equal(u->tag.TagHeader.UserPriority, 3);
	data_end();
}

static void test_coalescing(void **state)
{
	(void)state;
	data_up("toe", false);
	for (unsigned ip = 4; ip <= 6; ip += 2) {
		cable_hold();
		for (unsigned i = 0; i < 20; i++) {
			make_frame(&m, (struct shape){.ip = ip, .proto = 6, .payload = 1400, .seq = 1000 + i * 1400, .ack = 7}, SUM_REAL);
			cable_add(NULL, m.data, m.bytes);
		}
		cable_go();
		uint32_t bytes = 0;
		unsigned units = 0, segments = 0;
		while (bytes < 28000) {
			struct up *u = next_up();
			assert_non_null(u);
			make_frame(&want,
			           (struct shape){.ip = ip, .proto = 6, .payload = u->bytes - m.header, .seq = 1000 + bytes, .ack = 7},
			           SUM_REAL);
			assert_memory_equal(u->data + m.header, want.data + m.header, u->bytes - m.header);
			bytes += u->bytes - m.header;
			segments += u->rsc.Info.CoalescedSegCount ? u->rsc.Info.CoalescedSegCount : 1;
			if (u->rsc.Info.CoalescedSegCount) {
				assert_true(u->csum.Receive.TcpChecksumSucceeded);
				assert_int_equal(u->csum.Receive.IpChecksumSucceeded, ip == 4);
				assert_int_equal(u->rsc.Info.CoalescedSegCount, (u->bytes - m.header + 1399) / 1400);
				assert_true(u->mdls == (u->bytes + 4095) / 4096);
			}
			units++;
		}
		assert_int_equal(segments, 20);
		assert_true(units < 20);
	}
	/* off: one by one */
	assert_int_equal(SET_PARAMETERS(p.RscIPv4 = NDIS_OFFLOAD_PARAMETERS_RSC_DISABLED), NDIS_STATUS_SUCCESS);
	cable_hold();
	for (unsigned i = 0; i < 5; i++) {
		make_frame(&m, (struct shape){.ip = 4, .proto = 6, .payload = 1400, .seq = i * 1400, .ack = 7}, SUM_REAL);
		cable_add(NULL, m.data, m.bytes);
	}
	cable_go();
	for (unsigned i = 0; i < 5; i++) {
		struct up *u = next_up();
		assert_non_null(u);
		assert_int_equal(u->bytes, m.bytes);
		assert_null(u->rsc.Value);
	}
	data_end();
}

static void test_jumbo(void **state)
{
	(void)state;
	data_machine(nt_test_config(), "toe", false);
	keyword("*JumboPacket", "9014");
	data_start();
	make_frame(&m, (struct shape){.ip = 4, .proto = 17, .payload = 8972}, SUM_REAL);
	assert_int_equal(m.bytes, 9014);
	send_frame(m.data, m.bytes, &(struct how){.split = 100}); /* 91 pieces */
	expect_on_cable(m.data, m.bytes);
	cable_in(NULL, m.data, m.bytes);
	struct up *u = next_up();
	assert_non_null(u);
	assert_int_equal(u->bytes, 9014);
	assert_int_equal(u->mdls, 3);
	assert_memory_equal(u->data, m.data, 9014);
	assert_true(u->csum.Receive.UdpChecksumSucceeded);
	data_end();
}

/* ---- rings */
static void numbered(uint8_t *frame, uint32_t number)
{
	memcpy(frame, "\x02\xaa\xbb\xcc\xdd\xee", 6);
	memcpy(frame + 6, rig_mac, 6);
	frame[12] = 0x88, frame[13] = 0xb5;
	memcpy(frame + 14, &number, 4);
}

static void test_a_full_ring(void **state)
{
	(void)state;
	static uint8_t frame[1000];
	data_machine(nt_test_config(), "toe", false);
	keyword("*TransmitBuffers", "32");
	keyword("*ReceiveBuffers", "128");
	data_start();
	/* round and round */
	for (uint32_t i = 0; i < 300; i++) {
		numbered(frame, i);
		send_frame(frame, i % 2 ? 100 : 1000, NULL);
		expect_on_cable(frame, i % 2 ? 100 : 1000);
	}
	WAIT_UNTIL(P.completed == 300);
	/* The cable takes nothing: the ring holds 32, the rest waits in the driver. */
	pthread_mutex_lock(&cable.lock);
	cable.full = 1u << 30;
	pthread_mutex_unlock(&cable.lock);
	for (uint32_t i = 0; i < 200; i++) {
		numbered(frame, i);
		send_frame(frame, i % 2 ? 100 : 1000, &(struct how){.cancel = i >= 150 ? (void *)(uintptr_t)0x4242 : NULL});
	}
	sleep_ms(20);
	assert_int_equal(P.completed, 300);
	NdisCancelSendNetBufferLists(P.binding, (PVOID)(uintptr_t)0x4242);
	assert_int_equal(P.aborted, 50);
	pthread_mutex_lock(&cable.lock);
	cable.full = 0;
	pthread_mutex_unlock(&cable.lock);
	for (uint32_t i = 0; i < 150; i++) {
		numbered(frame, i);
		expect_on_cable(frame, i % 2 ? 100 : 1000);
	}
	WAIT_UNTIL(P.completed == 500);
	assert_int_equal(P.succeeded, 450);
	data_end();
}

/* More comes than there are buffers, and the protocol keeps what it gets: it is lent frames, nothing is lost that the card took. */
static void test_few_buffers(void **state)
{
	(void)state;
	static uint8_t frame[200];
	data_machine(nt_test_config(), "toe", false);
	keyword("*ReceiveBuffers", "128");
	data_start();
	P.keep = true;
	memcpy(frame, rig_mac, 6);
	frame[12] = 0x88, frame[13] = 0xb5;
	for (uint32_t i = 0; i < 600; i++) {
		memcpy(frame + 14, &i, 4);
		cable_in(NULL, frame, sizeof frame);
		struct up *u = next_up();
		assert_non_null(u);
		assert_memory_equal(u->data, frame, sizeof frame);
	}
	unsigned lent = 0;
	for (unsigned i = 0; i < P.up_count; i++)
		lent += P.up[i].lent;
	assert_in_range(lent, 400, 520); /* an eighth of 128 is always left to the card */
	give_back();
	for (uint32_t i = 0; i < 300; i++) {
		memcpy(frame + 14, &i, 4);
		cable_in(NULL, frame, sizeof frame);
		struct up *u = next_up();
		assert_non_null(u);
		assert_false(u->lent);
	}
	data_end();
}

/* ---- under load */
static struct {
	volatile bool stop, done, hold, held;
	unsigned batches, sends;
} L;
static void sender(void *arg)
{
	static uint8_t small[200];
	static struct made big;
	struct how lso = {0};
	(void)arg;
	numbered(small, 0);
	make_frame(&big, (struct shape){.ip = 4, .proto = 6, .payload = 10000}, SUM_PARTIAL_NO_LENGTH);
	lso.lso.LsoV2Transmit.Type = NDIS_TCP_LARGE_SEND_OFFLOAD_V2_TYPE;
	lso.lso.LsoV2Transmit.MSS = 1460;
	lso.lso.LsoV2Transmit.TcpHeaderOffset = big.l4;
	lso.split = big.header;
	while (!L.stop) {
		NET_BUFFER_LIST *first = NULL, **tail = &first;
		L.held = L.hold;
		if (L.hold || P.sent - P.completed > 2000) {
			sleep_ms(1);
			continue;
		}
		for (unsigned i = 0; i < 16; i++) {
			*tail = i % 4 ? packet_of(small, 60 + i * 8, NULL) : packet_of(big.data, big.bytes, &lso);
			tail = &(*tail)->Next;
		}
		L.sends += 16;
		send_list(first);
		if (++L.batches % 8 == 0)
			sleep_ms(1);
	}
	L.done = true;
}
static void incoming(unsigned n)
{
	cable_hold();
	for (unsigned i = 0; i < n && cable.in.head - cable.in.tail < CABLE_FRAMES - 1; i++) {
		make_frame(&m, (struct shape){.ip = 4, .proto = 6, .payload = 1000, .seq = i * 1000, .port = 1000 + i % 7}, SUM_REAL);
		cable_add(NULL, m.data, m.bytes);
	}
	cable_go();
}
/* A protocol sends nothing once it was told of a pause; what it sent before may still be with the driver. */
static void load_pause(bool pause)
{
	L.hold = pause;
	WAIT_UNTIL(L.held == pause || L.done || L.stop);
}
static void load_begin(void)
{
	memset(&L, 0, sizeof L);
	cable.sink = true;
	P.drop = true;
	P.on_pause = load_pause;
	assert_non_null(nt_thread_start("sender", sender, NULL));
}
static void load_end(void)
{
	L.stop = true;
	WAIT_UNTIL(L.done);
	WAIT_UNTIL(P.completed == P.sent);
}

static void test_pause_under_load(void **state)
{
	(void)state;
	struct err e = {0};
	data_up("toe", false);
	load_begin();
	for (unsigned i = 0; i < 30; i++) {
		incoming(40);
		sleep_ms(i % 5);
		incoming(10);
		assert_int_equal(ndis_adapter_pause(T.adapter, &e), 0);
		assert_int_equal(P.completed, P.sent);
		const unsigned up = P.up_count;
		incoming(10);
		sleep_ms(1);
		assert_int_equal(P.up_count, up); /* nothing comes up while paused */
		assert_int_equal(ndis_adapter_restart(T.adapter, &e), 0);
	}
	const unsigned succeeded = P.succeeded;
	WAIT_UNTIL(P.succeeded > succeeded + 100);
	load_end();
	assert_int_equal(P.succeeded + P.paused, P.sent);
	data_end();
}

/* A cable that takes nothing must not hold up a pause: the card is reset. */
static void test_pause_with_a_dead_cable(void **state)
{
	(void)state;
	struct err e = {0};
	static uint8_t frame[300];
	data_up("toe", false);
	numbered(frame, 1);
	cable.full = 1u << 30;
	for (unsigned i = 0; i < 700; i++)
		send_frame(frame, sizeof frame, NULL);
	assert_int_equal(ndis_adapter_pause(T.adapter, &e), 0);
	assert_int_equal(P.completed, 700);
	assert_true(P.paused > 0);
	assert_int_equal(P.paused + P.reset, 700);
	cable.full = 0;
	assert_int_equal(ndis_adapter_restart(T.adapter, &e), 0);
	WAIT_UNTIL(card_has("filter", TOE_FILTER_DIRECTED | TOE_FILTER_BROADCAST));
	unsigned tries = 0;
	do { /* the reset may still be under way */
		send_frame(frame, sizeof frame, NULL);
		WAIT_UNTIL(P.completed == P.sent);
		assert_true(tries++ < 100);
		sleep_ms(5);
	} while (P.last_status != NDIS_STATUS_SUCCESS);
	data_end();
}

static void test_reset_under_load(void **state)
{
	(void)state;
	struct err e = {0};
	data_up("toe", false);
	load_begin();
	for (unsigned i = 0; i < 12; i++) {
		incoming(40);
		sleep_ms(i % 4);
		if (i % 3 == 2)
			firmware("fatal", "3");
		else
			assert_int_equal(ndis_adapter_reset(T.adapter, &e), 0);
		WAIT_UNTIL(card_has("filter", TOE_FILTER_DIRECTED | TOE_FILTER_BROADCAST));
	}
	unsigned was = P.succeeded;
	WAIT_UNTIL(P.succeeded > was + 100);
	was = P.up_count;
	incoming(30);
	WAIT_UNTIL(P.up_count > was);
	load_end();
	assert_int_equal(P.succeeded + P.reset + P.failed, P.sent);
	data_end();
}

static void test_offloads_change_under_load(void **state)
{
	(void)state;
	data_up("toe", false);
	load_begin();
	for (unsigned i = 0; i < 40; i++) {
		assert_int_equal(SET_PARAMETERS(p.LsoV2IPv4 = (UCHAR)(1 + i % 2)), NDIS_STATUS_SUCCESS);
		sleep_ms(i % 3);
	}
	unsigned was = P.succeeded;
	WAIT_UNTIL(P.succeeded > was + 100);
	load_end();
	assert_int_equal(P.succeeded + P.failed, P.sent); /* the card was never asked for what it had been told not to do */
	data_end();
}

static void removal(bool surprise)
{
	data_up("toe", false);
	load_begin();
	incoming(100);
	WAIT_UNTIL(P.succeeded > 200);
	toe_remove(surprise);
	L.stop = true;
	WAIT_UNTIL(L.done);
	WAIT_UNTIL(P.completed == P.sent);
	data_end();
}
static void test_removal_under_load(void **state)
{
	(void)state;
	removal(false);
	removal(true);
}

/* ---- queues */
static void test_receive_scaling(void **state)
{
	(void)state;
	struct {
		NDIS_RECEIVE_SCALE_PARAMETERS p;
		uint8_t key[40];
		PROCESSOR_NUMBER table[128];
	} s;
	unsigned per_cpu[64] = {0}, used = 0;
	data_up("toe", false);
	memset(&s, 0, sizeof s);
	s.p.Header = (NDIS_OBJECT_HEADER){NDIS_OBJECT_TYPE_RSS_PARAMETERS, NDIS_RECEIVE_SCALE_PARAMETERS_REVISION_2,
	                                  NDIS_SIZEOF_RECEIVE_SCALE_PARAMETERS_REVISION_2};
	s.p.HashInformation = NdisHashFunctionToeplitz | NDIS_HASH_IPV4 | NDIS_HASH_TCP_IPV4 | NDIS_HASH_IPV6 | NDIS_HASH_TCP_IPV6;
	s.p.HashSecretKeySize = sizeof s.key;
	s.p.HashSecretKeyOffset = (ULONG)((uint8_t *)s.key - (uint8_t *)&s);
	s.p.IndirectionTableSize = sizeof s.table;
	s.p.IndirectionTableOffset = (ULONG)((uint8_t *)s.table - (uint8_t *)&s);
	for (unsigned i = 0; i < sizeof s.key; i++)
		s.key[i] = (uint8_t)(i * 37 + 11);
	for (unsigned i = 0; i < 128; i++)
		s.table[i].Number = (UCHAR)(i % 3);
	assert_int_equal(binding_set(OID_GEN_RECEIVE_SCALE_PARAMETERS, &s, sizeof s), NDIS_STATUS_SUCCESS);
	for (unsigned i = 0; i < 120; i++) {
		make_frame(&m, (struct shape){.ip = i % 2 ? 6 : 4, .proto = 6, .payload = 100, .port = 2000 + i * 13, .flags = 0x18},
		           SUM_REAL);
		cable_in(NULL, m.data, m.bytes);
		struct up *u = next_up();
		assert_non_null(u);
		assert_int_equal(u->hash_type, i % 2 ? NDIS_HASH_TCP_IPV6 : NDIS_HASH_TCP_IPV4);
		assert_int_equal(u->cpu, s.table[u->hash & 127].Number); /* where the indirection table wants it */
		per_cpu[u->cpu]++;
	}
	for (unsigned i = 0; i < 64; i++)
		used += per_cpu[i] != 0;
	assert_int_equal(used, 3);
	/* sends with a hash go by the same table, and stay in order for each connection */
	static uint8_t frame[100];
	for (uint32_t i = 0; i < 90; i++) {
		numbered(frame, i);
		send_frame(frame, sizeof frame, &(struct how){.has_hash = true, .hash = i % 3});
		expect_on_cable(frame, sizeof frame);
	}
	json_t *card = nic_show(T.nic), *queues = json_object_get(json_object_get(card, "traffic"), "queues"), *q;
	size_t at;
	unsigned transmit = 0;
	json_array_foreach(queues, at, q) if (!strcmp(json_string_value(json_object_get(q, "type")), "transmit"))
	{
		assert_int_equal(json_integer_value(json_object_get(q, "packets")), 30);
		transmit++;
	}
	assert_int_equal(transmit, 3);
	json_decref(card);
	data_end();
}

static void both_ways(unsigned n)
{
	for (unsigned i = 0; i < n; i++) {
		const struct shape s = {.ip = 4, .proto = 6, .payload = 400 + i, .seq = i};
		make_frame(&m, s, SUM_PARTIAL);
		make_frame(&want, s, SUM_REAL);
		const struct how h = checksum_of(&s);
		send_frame(m.data, m.bytes, &h);
		expect_on_cable(want.data, want.bytes);
		cable_in(NULL, want.data, want.bytes);
		struct up *u = next_up();
		assert_non_null(u);
		assert_memory_equal(u->data, want.data, want.bytes);
		assert_true(u->csum.Receive.TcpChecksumSucceeded);
	}
	WAIT_UNTIL(P.completed == P.sent);
	assert_int_equal(P.succeeded, P.sent);
}

static void test_line_and_single_message(void **state)
{
	(void)state;
	data_up("toe,msix=0", false);
	both_ways(20);
	data_end();
	data_up("toe,msix=1", false);
	both_ways(20);
	data_end();
	data_up("toe,rss=0", false);
	both_ways(20);
	data_end();
}

static void test_versions(void **state)
{
	(void)state;
	static const unsigned minor[] = {30, 40, 50, 51, 60, 70, 80, 81, 82, 83, 84};
	for (unsigned i = 0; i < ARRAY_LEN(minor); i++) {
		struct nt_config c = nt_test_config();
		c.ndis_version = 0x00060000 | minor[i];
		((struct ram_header *)c.ram)->ndis_version = c.ndis_version;
		data_machine(c, "toe", false);
		data_start();
		both_ways(4);
		data_end();
	}
}

/* D3: the card has no queues and takes no frame; in D0 it works as before. */
static void test_sleep(void **state)
{
	(void)state;
	struct err e = {0};
	NDIS_DEVICE_POWER_STATE power = NdisDeviceStateD3;
	data_up("toe", false);
	both_ways(3);
	assert_int_equal(ndis_adapter_pause(T.adapter, &e), 0);
	assert_int_equal(set_oid(OID_PNP_SET_POWER, &power, sizeof power, NULL), NDIS_STATUS_SUCCESS);
	json_t *card = nic_show(T.nic);
	assert_int_equal(json_array_size(json_object_get(json_object_get(card, "traffic"), "queues")), 0);
	json_decref(card);
	const unsigned up = P.up_count;
	cable_in(NULL, want.data, want.bytes);
	power = NdisDeviceStateD0;
	assert_int_equal(set_oid(OID_PNP_SET_POWER, &power, sizeof power, NULL), NDIS_STATUS_SUCCESS);
	assert_int_equal(ndis_adapter_restart(T.adapter, &e), 0);
	sleep_ms(5);
	assert_int_equal(P.up_count, up); /* what came while it slept is gone */
	both_ways(3);
	data_end();
}

static void test_no_queues(void **state)
{
	(void)state;
	data_up("toe,queues=0", false);
	make_frame(&m, (struct shape){.ip = 4, .proto = 6, .payload = 100}, SUM_REAL);
	send_frame(m.data, m.bytes, NULL);
	assert_int_equal(P.failed, 1);
	data_end();
}

static void test_serial(void **state)
{
	(void)state;
	struct nt_config c = nt_test_config();
	c.serial = true;
	c.seed = 7;
	((struct ram_header *)c.ram)->flags |= RAM_SERIAL;
	data_machine(c, "toe", false);
	data_start();
	both_ways(20);
	data_end();
}

static void test_traps(void **state)
{
	(void)state;
	static uint8_t frame[1000];
	const unsigned batches = 200, each = 64;
	data_up("toe", false);
	cable.sink = true;
	numbered(frame, 0);
	json_t *before = nic_show(T.nic);
	for (unsigned b = 0; b < batches; b++) {
		NET_BUFFER_LIST *first = NULL, **tail = &first;
		for (unsigned i = 0; i < each; i++) {
			*tail = packet_of(frame, sizeof frame, NULL);
			tail = &(*tail)->Next;
		}
		send_list(first);
		while (P.sent - P.completed > 1000)
			sleep_ms(1);
	}
	WAIT_UNTIL(P.completed == P.sent);
	json_t *after = nic_show(T.nic);
#define TRAPS(j) json_integer_value(json_object_get(json_object_get(j, "bus"), "traps"))
	const double traps = (double)(TRAPS(after) - TRAPS(before)) / (batches * each);
	print_message("%.4f traps for a packet\n", traps);
	assert_true(traps < 0.02);
	json_decref(before);
	json_decref(after);
	data_end();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(test_plain_sends),
	        cmocka_unit_test(test_checksums),
	        cmocka_unit_test(test_segmentation),
	        cmocka_unit_test(test_tags_out),
	        cmocka_unit_test(test_receives),
	        cmocka_unit_test(test_coalescing),
	        cmocka_unit_test(test_jumbo),
	        cmocka_unit_test(test_a_full_ring),
	        cmocka_unit_test(test_few_buffers),
	        cmocka_unit_test(test_pause_under_load),
	        cmocka_unit_test(test_pause_with_a_dead_cable),
	        cmocka_unit_test(test_reset_under_load),
	        cmocka_unit_test(test_offloads_change_under_load),
	        cmocka_unit_test(test_removal_under_load),
	        cmocka_unit_test(test_receive_scaling),
	        cmocka_unit_test(test_line_and_single_message),
	        cmocka_unit_test(test_versions),
	        cmocka_unit_test(test_sleep),
	        cmocka_unit_test(test_no_queues),
	        cmocka_unit_test(test_serial),
	        cmocka_unit_test(test_traps),
	};
	if (getenv("FLUE_TEST"))
		cmocka_set_test_filter(getenv("FLUE_TEST"));
	return cmocka_run_group_tests(tests, NULL, NULL);
}
