/*
 * The host stack's connections over a port whose lab's end is the test, down to chimney_target.sys and up again: trees as the contract
 * wants them, data both ways with every byte compared, and everything that makes connections come up. Rules:
 * contract/connection-offload-rules.tsv.
 */
#define IO_HARNESS_TCPIP 1
#include "ndis/chimney_harness.h"
#include "port/conn.h"
#include <fcntl.h>
#include <sys/eventfd.h>
#include <unistd.h>

#define SLOTS   64u
#define BUFFERS 128u
static struct conn_lab lab;
/* what the lab has seen of each slot */
static struct seen {
	uint32_t generation, offloaded, uploading, uploaded, failed, sent, sent_bytes, received, disconnected, forwarded, status;
	uint32_t rcv, event, information, events, order; /* rcv: next byte expected of the stream */
	uint32_t cookie[512], cookies;
	bool down;
} seen[SLOTS];
static unsigned bad_bytes;
static bool keep; /* received data stays with the lab */

static void with_host(struct nt_config config, enum tcpip_on_pause on_pause)
{
	const struct tcpip_config host = {.on_pause = on_pause};
	struct ram_header *h = config.ram;
	h->conn[0] = h->pool_start;
	h->pool_start = ALIGN_UP_TO(h->pool_start + conn_bytes(SLOTS, BUFFERS), (uint64_t)RAM_PAGE);
	for (unsigned i = 0; i < 2; i++) {
		const int want = i ? MACHINE_FD_CONN_LAB : MACHINE_FD_CONN, fd = eventfd(0, EFD_NONBLOCK);
		assert_int_equal(dup2(fd, want), want);
		close(fd);
	}
	assert_int_equal(conn_lab_init(&lab, h, h->ram_size, h->conn[0], SLOTS, BUFFERS, MACHINE_FD_CONN, MACHINE_FD_CONN_LAB), 0);
	memset(seen, 0, sizeof seen);
	bad_bytes = 0;
	keep = false;
	machine_up(config, &host);
	target_load();
	mini_start();
	WAIT_UNTIL(T->parameters && (lab.shared->can & CONN_CAN_IP4)); /* CO-427 */
}
static int up(void **state)
{
	(void)state;
	with_host(nt_test_config(), TCPIP_UPLOAD);
	return 0;
}
static int up_hold(void **state)
{
	(void)state;
	with_host(nt_test_config(), TCPIP_HOLD);
	return 0;
}
static int down(void **state)
{
	(void)state;
	if (mini.node)
		mini_stop(false);
	mini_unload();
	machine_down(true);
	conn_lab_exit(&lab);
	return 0;
}

/* ---- the lab */
static void command(struct conn_cell c)
{
	c.generation = seen[c.slot].generation;
	assert_int_equal(conn_lab_command(&lab, &c), 0);
}
static void give_back(unsigned slot)
{
	for (unsigned i = 0; i < seen[slot].cookies; i++)
		command((struct conn_cell){.what = CMD_RETURN, .slot = slot, .cookie = seen[slot].cookie[i]});
	seen[slot].cookies = 0;
	conn_lab_kick(&lab);
}
static void take(const struct conn_cell *e)
{
	struct seen *s = &seen[e->slot];
	static uint32_t order;
	assert_int_equal(e->generation, s->generation);
	s->order = ++order;
	switch (e->what) {
	case EV_OFFLOADED:
		s->offloaded += !e->status;
		s->failed += e->status != 0;
		s->down = !e->status;
		s->status = e->status;
		break;
	case EV_UPLOADING:
		assert_true(s->down);
		s->uploading++;
		break;
	case EV_UPLOADED:
		assert_true(s->down); /* after EV_OFFLOADED, once */
		s->down = false;
		s->uploaded++;
		s->status = e->status;
		break;
	case EV_SENT:
		assert_true(s->down);
		s->sent++;
		s->sent_bytes += e->bytes;
		s->status = e->status;
		break;
	case EV_RECEIVED:
	case EV_INDICATED: {
		const uint8_t *p = e->what == EV_INDICATED ? lab.ram + e->offset : conn_lab_buffer_at(&lab, e->cookie);
		assert_true(s->down);
		for (uint32_t i = 0; i < e->bytes; i++)
			bad_bytes += p[i] != TARGET_BYTE(s->rcv + i);
		s->rcv += e->bytes;
		if (e->what == EV_RECEIVED) {
			s->received++;
			conn_lab_unbuffer(&lab, e->cookie);
		} else if (e->cookie != 0xffffffff) {
			s->cookie[s->cookies++] = e->cookie;
			if (!keep)
				give_back(e->slot);
		}
		break;
	}
	case EV_DISCONNECTED:
		s->disconnected++;
		s->status = e->status;
		break;
	case EV_FORWARDED:
		s->forwarded++;
		s->status = e->status;
		break;
	case EV_EVENT:
		assert_true(s->down);
		s->events++;
		s->event = e->type;
		s->information = e->information;
		break;
	default:
		fail_msg("event %u", e->what);
	}
}
static bool pump(void)
{
	struct conn_cell e;
	int r;
	while ((r = conn_lab_event(&lab, &e)) == 1)
		take(&e);
	assert_int_equal(r, 0);
	return true;
}
#define UNTIL(c) WAIT_UNTIL(pump() && (c))

static struct conn_state state_of(unsigned n, unsigned remote, bool v6)
{
	struct conn_state s = {.family = v6 ? 6 : 4,
	                       .state = TcpConnectionEstablished,
	                       .local = {10, 77, 0, 1},
	                       .remote = {10, 77, 0, (uint8_t)remote},
	                       .local_port = 0x5000,
	                       .remote_port = (uint16_t)(0x1000 + n),
	                       .next_hop = {2, 1, 2, 3, 4, 5},
	                       .path_mtu = 1500,
	                       .timestamps = 1,
	                       .wscale_ok = 1,
	                       .snd_wscale = 7,
	                       .rcv_wscale = 9,
	                       .remote_mss = 1448,
	                       .hash = 0xabcd0000 + n,
	                       .nagle = 1,
	                       .ttl = 64,
	                       .initial_rcv_wnd = 65536,
	                       .rcv_nxt = 1000,
	                       .rcv_wnd = 65536,
	                       .snd_una = 5000,
	                       .snd_nxt = 5000,
	                       .snd_max = 5000,
	                       .srtt_us = 12500,
	                       .rttvar_us = 3250,
	                       .ts_time = 4242,
	                       .ka_left = 0xffffffff,
	                       .retransmit_left = 0xffffffff};
	return s;
}
static void offload(unsigned slot, const struct conn_state *s, bool end)
{
	seen[slot].generation++;
	seen[slot].rcv = s->rcv_nxt;
	conn_lab_put(&lab, slot, s);
	command((struct conn_cell){.what = CMD_OFFLOAD, .slot = slot, .flags = end ? CONN_END : 0});
	conn_lab_kick(&lab);
}
static uint32_t buffer_with(uint32_t seq, uint32_t bytes, uint64_t *offset)
{
	uint32_t index;
	uint8_t *p = conn_lab_buffer(&lab, &index, offset);
	assert_non_null(p);
	for (uint32_t i = 0; i < bytes; i++)
		p[i] = TARGET_BYTE(seq + i);
	return index;
}
static void send(unsigned slot, uint32_t seq, uint32_t bytes)
{
	struct conn_cell c = {.what = CMD_SEND, .slot = slot, .bytes = bytes};
	c.cookie = buffer_with(seq, bytes, &c.offset);
	command(c);
	conn_lab_kick(&lab);
}
static void upload(unsigned slot)
{
	command((struct conn_cell){.what = CMD_UPLOAD, .slot = slot});
	conn_lab_kick(&lab);
}
static struct target_object *target_of(unsigned slot)
{
	for (unsigned n = 0;; n++) {
		struct target_object *o = target_nth(2, n);
		if (!o || ((TCP_OFFLOAD_STATE_CONST *)(void *)o->constant)->RemotePort == 0x1000 + slot)
			return o;
	}
}
#define NOTHING_LEFT() UNTIL(!(T->live[0] + T->live[1] + T->live[2]))
static void offload_n(unsigned n)
{
	unsigned before[SLOTS];
	for (unsigned i = 0; i < n; i++) {
		struct conn_state s = state_of(i, 2 + i % 3, false);
		before[i] = seen[i].offloaded + seen[i].failed;
		offload(i, &s, i + 1 == n);
	}
	for (unsigned i = 0; i < n; i++)
		UNTIL(seen[i].offloaded + seen[i].failed > before[i]);
}

/* CO-042, CO-043, CO-052, CO-053, CO-054, CO-057, CO-058 (the target counts what breaks them), CO-094, CO-095, CO-099, CO-101, CO-102,
 * CO-103, CO-112, CO-113, CO-345, CO-439, CO-006: what goes down is what the contract says. */
static void trees(void **state)
{
	(void)state;
	struct conn_state s[3] = {state_of(0, 2, false), state_of(1, 2, false), state_of(2, 3, false)};
	s[0].send_pieces = 2;
	for (unsigned i = 0; i < 2; i++) {
		s[0].send[i].length = 600;
		s[0].send[i].pad = buffer_with(5000 + i * 600, 600, &s[0].send[i].offset);
	}
	s[0].snd_nxt = 5300;
	s[0].snd_max = 5900;
	s[1].receive_pieces = 1;
	s[1].receive[0].length = 50;
	const uint32_t buffered = buffer_with(950, 50, &s[1].receive[0].offset);
	for (unsigned i = 0; i < 3; i++)
		offload(i, &s[i], i == 2);
	seen[1].rcv = 950;
	for (unsigned i = 0; i < 3; i++)
		UNTIL(seen[i].offloaded == 1);
	conn_lab_unbuffer(&lab, buffered);
	assert_int_equal(T->initiates, 1);
	assert_int_equal(T->live[0], 1);
	assert_int_equal(T->live[1], 2);
	assert_int_equal(T->live[2], 3);
	assert_int_equal(T->seen_shape, 0);
	assert_int_equal(T->bad_bytes, 0);
	const struct target_object *o = target_of(0);
	const TCP_OFFLOAD_STATE_CONST *k = (void *)o->constant;
	const TCP_OFFLOAD_STATE_CACHED *a = (void *)o->cached;
	const TCP_OFFLOAD_STATE_DELEGATED *d = (void *)o->delegated;
	assert_int_equal(k->Flags, TCP_FLAG_TIMESTAMP_ENABLED | TCP_FLAG_WINDOW_SCALING_ENABLED);
	assert_int_equal(k->LocalPort, 0x5000);
	assert_int_equal(k->SndWindScale, 7);
	assert_int_equal(k->RcvWindScale, 9);
	assert_int_equal(k->RemoteMss, 1448);
	assert_int_equal(k->HashValue, 0xabcd0000);
	assert_int_equal(a->TtlOrHopLimit, 64);
	assert_int_equal(a->Flags, TCP_FLAG_NAGLING_ENABLED);
	assert_int_equal(d->SRtt, 100); /* 12.5 ms times eight */
	assert_int_equal(d->RttVar, 13);
	assert_int_equal(d->KeepAlive.TimeoutDelta, 0xffffffff);
	assert_int_equal(d->Retransmit.TimeoutDelta, 0xffffffff);
	assert_int_equal(d->SndNxt, 5300);
	assert_int_equal(d->TsTime, 4242);
	assert_int_equal(o->parent->mtu, 1500);
	assert_int_equal(o->parent->destination[3], 2);
	assert_int_equal(o->parent->parent->destination[5], 5);
	assert_int_equal(o->parent->parent->hrd, o->parent->parent->nrd);
	assert_ptr_equal(target_of(1)->parent, o->parent);
	/* later ones hang from what is there */
	struct conn_state more = state_of(3, 2, false);
	offload(3, &more, true);
	UNTIL(seen[3].offloaded == 1);
	assert_int_equal(T->live[1], 2);
	assert_ptr_equal(target_of(3)->parent, o->parent);
	assert_int_equal(T->seen_linkers, 2);
	/* acknowledged, and up: CO-158, CO-159 */
	target_ack(target_of(0), 0x7fffffff);
	UNTIL(seen[0].sent == 2);
	for (unsigned i = 0; i < 4; i++)
		upload(i);
	for (unsigned i = 0; i < 4; i++)
		UNTIL(seen[i].uploaded == 1);
	assert_int_equal(seen[1].rcv, 1000); /* what was handed down came up again, once: CO-180 */
	NOTHING_LEFT();
	assert_int_equal(T->terminate_children, 0);
	assert_int_equal(bad_bytes, 0);
	NO_FINDING();
}
/* Data both ways; uploads with data of both kinds outstanding: CO-176, CO-212, CO-247, CO-248, CO-276, CO-284, CO-290 */
static void data(void **state)
{
	(void)state;
	for (unsigned round = 0; round < 4; round++) {
		memset(seen[0].cookie, 0, sizeof seen[0].cookie);
		seen[0].offloaded = seen[0].uploaded = seen[0].sent = seen[0].sent_bytes = seen[0].received = seen[0].forwarded = 0;
		T->complete_sends = round & 1;
		T->buffer_at_terminate = round & 2 ? 333 : 0;
		struct conn_state s = state_of(0, 2, false);
		offload(0, &s, true);
		UNTIL(seen[0].offloaded == 1);
		struct target_object *o = target_of(0);
		const unsigned returned = T->sends;
		for (unsigned i = 0; i < 5; i++)
			send(0, 5000 + i * 1000, 1000);
		WAIT_UNTIL(T->sends == returned + 5);
		assert_int_equal(target_data(o, 40000), 1);
		UNTIL(seen[0].rcv == 41000);
		struct conn_cell c = {.what = CMD_RECEIVE, .slot = 0, .bytes = 4096};
		c.cookie = buffer_with(0, 0, &c.offset);
		const unsigned receives = T->receives;
		command(c);
		conn_lab_kick(&lab);
		WAIT_UNTIL(T->receives == receives + 1);
		target_data(o, 100);
		UNTIL(seen[0].received == 1 && seen[0].rcv == 41100);
		target_ack(o, 2300);
		UNTIL(seen[0].sent == 2);
		struct conn_cell f = {.what = CMD_FORWARD, .slot = 0, .bytes = 60};
		f.cookie = buffer_with(0, 60, &f.offset);
		command(f);
		command((struct conn_cell){.what = CMD_DISCONNECT, .slot = 0, .flags = TCP_DISCONNECT_GRACEFUL_CLOSE});
		upload(0);
		UNTIL(seen[0].uploaded == 1);
		assert_int_equal(seen[0].status, 0);
		assert_int_equal(seen[0].sent, 5); /* each once */
		assert_int_equal(seen[0].sent_bytes, 2300);
		assert_int_equal(seen[0].forwarded, 1);
		assert_int_equal(seen[0].disconnected, round + 1);
		struct conn_state after;
		assert_int_equal(conn_lab_get(&lab, 0, &after), 0);
		assert_int_equal(after.snd_una, 7300);
		assert_int_equal(after.snd_nxt, 10000);
		assert_int_equal(after.rcv_nxt, seen[0].rcv);
		assert_int_equal(after.srtt_us, 12500);
		NOTHING_LEFT();
	}
	assert_int_equal(T->bad_bytes + bad_bytes + T->seen_shape, 0);
	UNTIL(T->live[2] == 0);
	NO_FINDING();
}
/* The lab does not keep up: refused at a megabyte, on again when it has. */
static void refusal(void **state)
{
	(void)state;
	struct conn_state s = state_of(0, 2, false);
	offload(0, &s, true);
	UNTIL(seen[0].offloaded == 1);
	keep = true;
	for (unsigned i = 0; i < 24; i++)
		assert_int_equal(target_data(target_of(0), 65536), 1);
	pump();
	assert_int_equal(T->refused, 1);
	assert_true(seen[0].rcv - 1000 <= 1u << 20);
	keep = false;
	give_back(0);
	UNTIL(seen[0].rcv == 1000 + 24 * 65536);
	assert_int_equal(bad_bytes, 0);
	upload(0);
	UNTIL(seen[0].uploaded);
	NOTHING_LEFT();
	NO_FINDING();
}
/* CO-084, CO-085: what the target does not take stays, what it took of a tree that failed below is terminated. */
static void partial_CO_084_CO_085(void **state)
{
	(void)state;
	T->room[2] = 2;
	offload_n(6);
	unsigned good = 0;
	for (unsigned i = 0; i < 6; i++)
		good += seen[i].offloaded;
	assert_int_equal(good, 2);
	assert_int_equal(seen[0].offloaded, 1); /* first asked, first offloaded */
	for (unsigned i = 0; i < 6; i++)
		if (seen[i].offloaded)
			upload(i);
	NOTHING_LEFT();
	T->room[2] = TARGET_OBJECTS;
	T->room[1] = 0; /* the neighbor alone */
	struct conn_state s = state_of(7, 2, false);
	offload(7, &s, true);
	UNTIL(seen[7].failed == 1);
	NOTHING_LEFT();
	/* CO-093: nothing goes down in a state that can't */
	const unsigned initiates = T->initiates;
	s.state = TcpConnectionTimeWait;
	offload(8, &s, true);
	UNTIL(seen[8].failed == 1);
	assert_int_equal(T->initiates, initiates);
	NO_FINDING();
}
/* CO-192, CO-193, CO-194: the target asks, more than once; events before the initiate is complete wait. */
static void asked_CO_192_CO_193_CO_194(void **state)
{
	(void)state;
	offload_n(3);
	target_event(target_of(0)->handle, TcpIndicateRetrieve, UploadRequested);
	upload(0);
	UNTIL(seen[0].uploaded == 1);
	assert_int_equal(seen[0].event, TcpIndicateRetrieve);
	target_event(target_of(1)->handle, TcpIndicateAbort, 0);
	UNTIL(seen[1].uploaded == 1);
	target_event(target_of(2)->handle, TcpIndicateRetrieve, LowActivity); /* optional: the lab's decision */
	UNTIL(seen[2].events == 1);
	assert_int_equal(seen[2].uploading, 0);
	upload(2);
	UNTIL(seen[2].uploaded == 1);
	NOTHING_LEFT();
	NO_FINDING();
	T->bad = BAD_EARLY_EVENT;
	offload_n(1);
	T->bad = 0;
	UNTIL(seen[0].offloaded == 2 && seen[0].event == TcpIndicateSendBacklogChange && seen[0].rcv == 1100);
	upload(0);
	NOTHING_LEFT();
	FOUND("CO-092");
}
/* CO-321, CO-322, CO-323, CO-325, CO-326 */
static void pause_CO_321_CO_323_CO_325_CO_326(void **state)
{
	(void)state;
	for (unsigned all = 0; all < 2; all++) {
		offload_n(9);
		AT_DISPATCH(MINI_CALL(target_pause, void, void)());
		if (all)
			AT_DISPATCH(MINI_CALL(target_upload_all, void, void)());
		for (unsigned i = 0; i < 9; i++)
			UNTIL(seen[i].uploaded == all + 1);
		NOTHING_LEFT();
		const unsigned initiates = T->initiates;
		struct conn_state s = state_of(20, 2, false);
		offload(20, &s, true);
		UNTIL(seen[20].failed == all + 1);
		assert_int_equal(T->initiates, initiates);
		AT_DISPATCH(MINI_CALL(target_resume, void, ULONG, ULONG, ULONG)(1, 1, 64));
		UNTIL(lab.shared->can == (CONN_CAN_IP4 | CONN_CAN_IP6));
	}
	/* CO-322: within the new limits */
	AT_DISPATCH(MINI_CALL(target_pause, void, void)());
	AT_DISPATCH(MINI_CALL(target_resume, void, ULONG, ULONG, ULONG)(1, 0, 3));
	UNTIL(lab.shared->can == CONN_CAN_IP4 && lab.shared->capacity == 3);
	memset(seen, 0, sizeof seen);
	offload_n(5);
	assert_int_equal(T->live[2], 3);
	struct conn_state six = state_of(30, 2, true);
	offload(30, &six, true);
	UNTIL(seen[30].failed == 1);
	NO_FINDING();
}
static void hold(void **state)
{
	(void)state;
	offload_n(4);
	AT_DISPATCH(MINI_CALL(target_pause, void, void)());
	UNTIL(lab.shared->can & CONN_CAN_PAUSED);
	assert_int_equal(T->live[2], 4);
	target_data(target_of(2), 500);
	UNTIL(seen[2].rcv == 1500);
	AT_DISPATCH(MINI_CALL(target_upload_all, void, void)());
	NOTHING_LEFT();
	NO_FINDING();
}
/* CO-341 and unbind: everything is up before the adapter goes; the lab need not even answer. */
static void drained_CO_341(void **state)
{
	(void)state;
	offload_n(12);
	keep = true;
	target_data(target_of(3), 5000);
	send(4, 5000, 700);
	mini_stop(false);
	for (unsigned i = 0; i < 12; i++) {
		UNTIL(seen[i].uploaded == 1);
		assert_int_equal(seen[i].uploading, 1);
	}
	assert_int_equal(T->live[0] + T->live[1] + T->live[2], 0);
	assert_int_equal(T->returned_nbls, 1);
}
/* More events than the ring holds: none is lost. */
static void overflow(void **state)
{
	(void)state;
	struct conn_state s = state_of(0, 2, false);
	offload(0, &s, true);
	UNTIL(seen[0].offloaded == 1);
	for (unsigned i = 0; i < CONN_CELLS + 500; i++)
		target_event(target_of(0)->handle, TcpIndicateSendBacklogChange, i);
	UNTIL(seen[0].events == CONN_CELLS + 500);
	assert_int_equal(seen[0].information, CONN_CELLS + 499); /* in order */
	upload(0);
	UNTIL(seen[0].uploaded == 1);
	NO_FINDING();
}
/* CO-310: the answer comes back in the block. */
static void neighbor_CO_310(void **state)
{
	(void)state;
	offload_n(1);
	assert_int_equal(target_neighbor(target_nth(0, 0)->handle, 40000, 40000), 0);
	NO_FINDING();
}
/* The target is slow, asks for uploads, acknowledges and delivers from its own thread; connections go down and up in between. */
static volatile bool stop;
static void net(void *arg)
{
	unsigned n = (unsigned)(uintptr_t)arg;
	while (!stop) {
		target_run();
		struct target_object *o = target_nth(2, n++ % 5);
		if (o) {
			target_ack(o, 900);
			target_data(o, 700);
		}
		sleep_ms(n % 7 ? 0 : 1);
	}
	while (target_run())
		;
}
static void races(void **state)
{
	(void)state;
	T->late = 1;
	stop = false;
	struct nt_thread *t = nt_thread_start("net", net, (void *)1);
	for (unsigned round = 1; round <= 30; round++) {
		T->complete_sends = round & 1;
		for (unsigned i = 0; i < 5; i++) {
			struct conn_state s = state_of(i, 2 + i % 2, false);
			seen[i].sent = 0;
			offload(i, &s, i == 4);
			if (round % 5 == i)
				upload(i); /* while it is on its way */
		}
		for (unsigned i = 0; i < 5; i++) {
			UNTIL(seen[i].offloaded + seen[i].failed == round);
			for (unsigned k = 0; k < 3 && seen[i].down; k++)
				send(i, 5000 + k * 800, 800);
		}
		sleep_ms(round % 3);
		for (unsigned i = 0; i < 5; i++)
			upload(i);
		for (unsigned i = 0; i < 5; i++)
			UNTIL(!seen[i].down && seen[i].offloaded == seen[i].uploaded);
		while (lab.free_count < BUFFERS) { /* sends' buffers are ours again */
			lab.free_count = 0;
			for (uint32_t b = 0; b < BUFFERS; b++)
				conn_lab_unbuffer(&lab, b);
		}
	}
	stop = true;
	WAIT_UNTIL(pump() && !(T->live[0] + T->live[1] + T->live[2]) ? true : (target_run(), false));
	nt_thread_join(t);
	T->late = 0;
	assert_int_equal(bad_bytes + T->bad_bytes + T->seen_shape, 0);
	NO_FINDING();
}

int main(void)
{
#define WITH(f) cmocka_unit_test_setup_teardown(f, up, down)
	const struct CMUnitTest tests[] = {WITH(trees),
	                                   WITH(data),
	                                   WITH(refusal),
	                                   WITH(partial_CO_084_CO_085),
	                                   WITH(asked_CO_192_CO_193_CO_194),
	                                   WITH(pause_CO_321_CO_323_CO_325_CO_326),
	                                   cmocka_unit_test_setup_teardown(hold, up_hold, down),
	                                   WITH(drained_CO_341),
	                                   WITH(overflow),
	                                   WITH(neighbor_CO_310),
	                                   WITH(races)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
