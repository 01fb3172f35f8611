/* Moving: what goes in comes out, data and timers and all; update, invalidate, query; keepalive and persist, whose state moves too. */
#include "script.h"

static struct tcp_delegated ask(struct script *t)
{
	struct tcp_state st;
	assert_int_equal(tcp_query(t->e, 0, &st, t->now), 0);
	return st.d;
}
static void test_round_trip(void **state)
{
	struct script *t = script_create(
	        (struct setup){.sack = true, .ts = true, .scale = 3, .keepalive = true, .ka_timeout = 60000, .rcv_wnd = 80000});
	struct tcp_state in = t->state, out;
	(void)state;
	in.d.snd_nxt = in.d.snd_max = ISS + 3000;
	in.d.srtt_us = 12345;
	in.d.rttvar_us = 678;
	in.d.cwnd = 33333;
	in.d.ssthresh = 22222;
	in.d.dup_acks = 2;
	in.d.retransmit = 150;
	in.d.retransmits = 3;
	in.d.total_rt = 900;
	in.d.keepalive = 1234;
	in.d.ts_recent_age = 58766; /* when it was heard: the engine keeps one clock for both */
	in.d.max_snd_wnd = 70000;
	in.d.rcv_wnd = 79000; /* not worth a window update */
	in.c.hash = 0x1234;
	in.u.flow_label = 5;
	assert_int_equal(tcp_load(t->e, 0, &in, t->now), 0);
	send_bytes(t, 2000, 1);
	send_bytes(t, 2000, 2);
	struct tcp_range r = {77, 5, 100};
	assert_int_equal(tcp_load_received(t->e, 0, &r, true), 0);
	assert_int_equal(tcp_start(t->e, 0, &in, t->now), 0);
	struct tcp_range list[4];
	assert_int_equal(tcp_list_received(t->e, 0, list, 4), 1);
	assert_int_equal(list[0].handle, 77);
	assert_int_equal(tcp_unload(t->e, 0, &out, t->now), 0);
	completed(t, 's', 1, 0, TCP_DONE_UPLOAD);
	completed(t, 's', 2, 0, TCP_DONE_UPLOAD);
	assert_int_equal(t->released, 1);
	in.d.send_backlog = out.d.send_backlog;
	in.d.receive_backlog = 100;
	assert_memory_equal(&in.c, &out.c, sizeof(in.c));
	assert_memory_equal(&in.u, &out.u, sizeof(in.u));
#define SAME(f) assert_int_equal(in.d.f, out.d.f)
	SAME(state);
	SAME(dup_acks);
	SAME(retransmits);
	SAME(rcv_nxt);
	SAME(rcv_wnd);
	SAME(snd_una);
	SAME(snd_nxt);
	SAME(snd_max);
	SAME(snd_wnd);
	SAME(max_snd_wnd);
	SAME(snd_wl1);
	SAME(cwnd);
	SAME(ssthresh);
	SAME(srtt_us);
	SAME(rttvar_us);
	SAME(ts_recent);
	SAME(ts_recent_age);
	SAME(ts_time);
	SAME(total_rt);
	SAME(keepalive);
	SAME(retransmit);
	SAME(receive_backlog);
	quiet(t); /* nothing was owed */
	assert_int_equal(tcp_unload(t->e, 0, &out, t->now), -EINVAL);
	script_end(t);
}
static void test_states_that_cannot_be(void **state)
{
	struct script *t = script_create((struct setup){0});
	struct tcp_state s;
	(void)state;
#define REFUSED(...)                                                                                                                       \
	do {                                                                                                                               \
		s = t->state;                                                                                                              \
		__VA_ARGS__;                                                                                                               \
		assert_int_equal(tcp_load(t->e, 0, &s, t->now), -EINVAL);                                                                  \
	} while (0)
	REFUSED(s.d.state = TCP_TIME_WAIT);
	REFUSED(s.d.state = TCP_CLOSED);
	REFUSED(s.d.state = 3);
	REFUSED(s.d.snd_max = ISS - 1);
	REFUSED(s.d.snd_nxt = ISS + 1);
	REFUSED(s.c.snd_scale = 15);
	REFUSED(s.d.rcv_wnd = 0x80000000);
	REFUSED(s.d.state = TCP_FIN_WAIT_1);
	REFUSED(s.d.state = TCP_FIN_WAIT_2; s.d.snd_max = s.d.snd_nxt = ISS + 1);
	assert_int_equal(tcp_load(t->e, 4, &t->state, t->now), -EINVAL);
	/* What was sent must be there to be sent again. */
	s = t->state;
	s.d.snd_max = s.d.snd_nxt = ISS + 100;
	assert_int_equal(tcp_load(t->e, 0, &s, t->now), 0);
	send_bytes(t, 99, 1);
	assert_int_equal(tcp_start(t->e, 0, &s, t->now), -EINVAL);
	send_bytes(t, 1, 2);
	assert_int_equal(tcp_start(t->e, 0, &s, t->now), 0);
	script_end(t);
}
static void test_what_is_to_be_sent_again_goes_first(void **state)
{
	struct script *t = script_create((struct setup){.cwnd = 100000});
	struct tcp_state s = t->state;
	(void)state;
	s.d.snd_nxt = ISS + 1000;
	s.d.snd_max = ISS + 3000;
	assert_int_equal(tcp_load(t->e, 0, &s, t->now), 0);
	send_bytes(t, 5000, 1);
	quiet(t);
	assert_int_equal(tcp_start(t->e, 0, &s, t->now), 0);
	script_pump(t);
	leaves(t, .seq = 1000, .len = 1460, .retransmit = true);
	leaves(t, .seq = 2460, .len = 540, .retransmit = true);
	leaves(t, .seq = 3000, .len = 1460);
	leaves(t, .seq = 4460, .len = 540);
	script_end(t);
}
static void test_unload_pays_the_ack_it_owes(void **state)
{
	struct script *t = script_start((struct setup){0});
	struct tcp_state s;
	(void)state;
	arrives(t, .len = 100);
	quiet(t);
	t->ring_full = true;
	assert_int_equal(tcp_unload(t->e, 0, &s, t->now), -EAGAIN);
	t->ring_full = false;
	assert_int_equal(tcp_unload(t->e, 0, &s, t->now), 0);
	leaves(t, .ack = 100);
	assert_int_equal(s.d.rcv_nxt, IRS + 100);
	assert_int_equal(arrives(t, .seq = 100, .len = 5), TCP_IN_PASS);
	script_end(t);
}
/* The contract's worked example, 6.9. */
static void test_worked_upload(void **state)
{
	struct script *t = script_create((struct setup){0});
	struct tcp_state s = t->state;
	struct tcp_range r[4];
	(void)state;
	s.d.snd_nxt = s.d.snd_max = ISS + 1200;
	s.d.cwnd = 1460;
	assert_int_equal(tcp_load(t->e, 0, &s, t->now), 0);
	tcp_post(t->e, 0, 50, 4096, 0, false, t->now);
	send_bytes(t, 1000, 1);
	send_bytes(t, 500, 2);
	send_bytes(t, 800, 3);
	assert_int_equal(tcp_start(t->e, 0, &s, t->now), 0);
	arrives(t, .ack = 600, .len = 300, .wnd = 700);
	assert_int_equal(tcp_list_sends(t->e, 0, r, NULL, 4), 3);
	assert_int_equal(r[0].offset, 600);
	assert_int_equal(r[0].length, 400);
	assert_int_equal(tcp_unload(t->e, 0, &s, t->now), 0);
	completed(t, 'r', 50, 300, TCP_DONE_UPLOAD);
	completed(t, 's', 1, 600, TCP_DONE_UPLOAD);
	completed(t, 's', 2, 0, TCP_DONE_UPLOAD);
	completed(t, 's', 3, 0, TCP_DONE_UPLOAD);
	assert_int_equal(s.d.snd_una - ISS, 600);
	assert_int_equal(s.d.snd_nxt - ISS, 1200);
	assert_int_equal(s.d.snd_max - ISS, 1200);
	assert_true(s.d.retransmit != TCP_OFF);
	script_end(t);
}
static void test_half_closed_states_move(void **state)
{
	struct script *t = script_create((struct setup){.state = TCP_FIN_WAIT_1}), *u, *v;
	(void)state;
	t->state.d.snd_nxt = t->state.d.snd_max = ISS + 11;
	assert_int_equal(tcp_load(t->e, 0, &t->state, t->now), 0);
	send_bytes(t, 10, 1);
	assert_int_equal(tcp_start(t->e, 0, &t->state, t->now), 0);
	assert_int_equal(tcp_disconnect(t->e, 0, 2, t->now), 0); /* executed again; the FIN is out already */
	after(t, 200);
	leaves(t, .seq = 0, .len = 10, .flags = "FP", .retransmit = true);
	arrives(t, .ack = 11);
	completed(t, 's', 1, 10, TCP_DONE_OK);
	completed(t, 'd', 2, 0, TCP_DONE_OK);
	assert_int_equal(ask(t).state, TCP_FIN_WAIT_2);
	tcp_unload(t->e, 0, &t->state, t->now);
	assert_int_equal(t->state.d.state, TCP_FIN_WAIT_2);
	assert_int_equal(t->state.d.retransmit, 120000);
	u = script_create((struct setup){0});
	u->state = t->state;
	u->state.d.retransmit = 5000;
	assert_int_equal(tcp_load(u->e, 0, &u->state, u->now), 0);
	assert_int_equal(tcp_start(u->e, 0, &u->state, u->now), 0);
	assert_int_equal(tcp_disconnect(u->e, 0, 2, u->now), 0);
	completed(u, 'd', 2, 0, TCP_DONE_OK); /* it was acknowledged elsewhere */
	after(u, 4999);
	no_event(u);
	after(u, 1);
	event(u, TCP_EV_UPLOAD, TCP_WHY_TIMEOUT);
	v = script_start((struct setup){.state = TCP_CLOSE_WAIT});
	no_event(v);
	send_bytes(v, 10, 1);
	leaves(v, .seq = 0, .len = 10);
	assert_int_equal(arrives(v, .ack = 10, .len = 10), TCP_IN_DONE);
	assert_int_equal(v->indicated, 0);
	script_end(t);
	script_end(u);
	script_end(v);
}
static void test_keepalive(void **state)
{
	struct script *t = script_start((struct setup){.keepalive = true, .ka_timeout = 10000, .ka_interval = 1000, .ka_probes = 3});
	struct tcp_cached u = t->state.u;
	(void)state;
	after(t, 5000);
	arrives(t, .len = 10);
	after(t, 9999);
	leaves(t, .ack = 10); /* the delayed one */
	quiet(t);
	after(t, 1);
	leaves(t, .seq = (uint32_t)-1, .ack = 10);
	assert_int_equal(ask(t).ka_probes_sent, 1);
	arrives(t, .seq = 10); /* alive */
	assert_int_equal(ask(t).ka_probes_sent, 0);
	after(t, 10000);
	leaves(t, .seq = (uint32_t)-1, .ack = 10);
	after(t, 2000);
	leaves(t, .seq = (uint32_t)-1, .ack = 10);
	leaves(t, .seq = (uint32_t)-1, .ack = 10);
	no_event(t);
	/* An update with a restart gives it its time again. */
	u.flags |= TCP_U_MAX_RT_RESTART;
	u.ka_probes = 2;
	u.ka_timeout = 20000;
	tcp_update(t->e, 0, &u, t->now);
	assert_int_equal(ask(t).ka_probes_sent, 0);
	assert_int_equal(ask(t).keepalive, 20000);
	after(t, 22000);
	event(t, TCP_EV_UPLOAD, TCP_WHY_TIMEOUT);
	assert_int_equal(ask(t).state, TCP_ESTABLISHED);
	u.flags = 0;
	script_end(t);
}
static void test_persist_rounds(void **state)
{
	struct script *t = script_start((struct setup){0});
	(void)state;
	send_bytes(t, 100, 1);
	drop_outs(t);
	arrives(t, .ack = 100, .zero_wnd = true);
	send_bytes(t, 100, 2);
	quiet(t);
	t->done_head = t->done_tail;
	uint32_t rto = ask(t).retransmit;
	after(t, rto - 1);
	quiet(t);
	after(t, 1);
	leaves(t, .seq = 100, .len = 1); /* the probe */
	after(t, rto);
	leaves(t, .seq = 100, .len = 1); /* unanswered: again, backing off */
	assert_int_equal(ask(t).retransmits, 2);
	arrives(t, .ack = 100, .zero_wnd = true); /* answered: the next round, twice as late */
	assert_int_equal(ask(t).snd_probe_round, 1);
	assert_int_equal(ask(t).retransmits, 0);
	assert_int_equal(ask(t).retransmit, 2 * rto);
	after(t, 2 * rto);
	leaves(t, .seq = 100, .len = 1);
	arrives(t, .ack = 100);
	leaves(t, .seq = 100, .len = 1, .retransmit = true);
	leaves(t, .seq = 101, .len = 99);
	arrives(t, .ack = 200, .zero_wnd = true);
	send_bytes(t, 10, 3);
	after(t, 1000000);
	assert_int_equal(drop_outs(t), 5); /* nobody answers: TcpMaximumRetransmissions probes */
	event(t, TCP_EV_UPLOAD, TCP_WHY_TIMEOUT);
	script_end(t);
}
static void test_update_of_the_window(void **state)
{
	struct script *t = script_start((struct setup){.rcv_wnd = 10000});
	struct tcp_cached u = t->state.u;
	(void)state;
	u.rcv_wnd = 30000;
	tcp_update(t->e, 0, &u, t->now);
	script_pump(t);
	quiet(t); /* without the flag it is not meant */
	u.flags |= TCP_U_RCV_WND;
	tcp_update(t->e, 0, &u, t->now);
	script_pump(t);
	leaves(t, .ack = 0, .wnd = 30000);
	u.rcv_wnd = 5000;
	tcp_update(t->e, 0, &u, t->now);
	script_pump(t);
	leaves(t, .ack = 0, .wnd = 30000); /* never back */
	arrives(t, .len = 28000);
	leaves(t, .ack = 28000, .wnd = 2000);
	script_end(t);
}
static void test_invalid_says_nothing(void **state)
{
	struct script *t = script_start((struct setup){0});
	struct tcp_state s;
	(void)state;
	tcp_invalidate(t->e, 0);
	no_event(t);
	arrives(t, .len = 2920);
	assert_int_equal(t->indicated, 2920);
	event(t, TCP_EV_UPLOAD, TCP_WHY_INVALID);
	send_bytes(t, 100, 1);
	arrives(t, .seq = 5000, .len = 10);
	after(t, 100000);
	quiet(t);
	no_event(t); /* once */
	assert_int_equal(tcp_unload(t->e, 0, &s, t->now), 0);
	quiet(t);
	completed(t, 's', 1, 0, TCP_DONE_UPLOAD);
	script_end(t);
}
static void test_blind_timer_moves(void **state)
{
	struct script *t = script_start((struct setup){0});
	struct tcp_state s;
	(void)state;
	arrives(t, .seq = 100, .flags = "R");
	after(t, 100000);
	tcp_unload(t->e, 0, &s, t->now);
	assert_int_equal(s.d.keepalive, 200000);
	s.u.ka_probes = 1;
	assert_int_equal(tcp_load(t->e, 0, &s, t->now), 0);
	assert_int_equal(tcp_start(t->e, 0, &s, t->now), 0);
	drop_outs(t);
	after(t, 200000);
	leaves(t, .seq = (uint32_t)-1, .ack = 0);
	after(t, 1000);
	event(t, TCP_EV_UPLOAD, TCP_WHY_TIMEOUT);
	assert_int_equal(ask(t).state, TCP_CLOSED);
	script_end(t);
}
static void test_pools_that_are_empty_refuse_and_change_nothing(void **state)
{
	struct script *t = script_start((struct setup){.sends = 4, .posts = 2, .held = 1});
	struct tcp_range r[5] = {{1, 0, 10}, {1, 10, 10}, {1, 20, 10}, {1, 30, 10}, {1, 40, 10}};
	(void)state;
	assert_int_equal(tcp_send(t->e, 0, r, 5, 1, t->now), -ENOBUFS);
	assert_int_equal(tcp_send(t->e, 0, r, 4, 1, t->now), 0);
	assert_int_equal(tcp_send(t->e, 0, r, 1, 2, t->now), -ENOBUFS);
	script_pump(t);
	leaves(t, .seq = 0, .len = 40);
	arrives(t, .ack = 40);
	assert_int_equal(tcp_send(t->e, 0, r, 1, 2, t->now), 0);
	assert_int_equal(tcp_post(t->e, 0, 1, 10, 0, true, t->now), 0);
	assert_int_equal(tcp_post(t->e, 0, 2, 10, 0, true, t->now), 0);
	assert_int_equal(tcp_post(t->e, 0, 3, 10, 0, true, t->now), -ENOBUFS);
	script_end(t);
}
static void test_wheel(void **state)
{
	/* Deadlines over all levels of the wheel: keepalives of a millisecond to a day, each to the millisecond. */
	static const uint32_t ms[] = {1,     2,     255,   256,    257,      511,      512,      65535,
	                              65536, 65537, 70000, 131072, 16777215, 16777216, 16777217, 86400000};
	(void)state;
	for (unsigned i = 0; i < ARRAY_LEN(ms); i++) {
		for (unsigned shift = 0; shift < 3; shift++) {
			struct script *t = script_start((struct setup){.keepalive = true, .ka_timeout = 1000000000});
			struct tcp_cached u = t->state.u;
			after(t, shift * 177); /* not only from the beginning of a slot */
			u.ka_timeout = ms[i];
			u.flags |= TCP_U_KEEPALIVE_RESTART;
			tcp_update(t->e, 0, &u, t->now);
			after(t, ms[i] - 1);
			quiet(t);
			after(t, 1);
			leaves(t, .seq = (uint32_t)-1, .ack = 0);
			script_end(t);
		}
	}
}
int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(test_round_trip),
	        cmocka_unit_test(test_states_that_cannot_be),
	        cmocka_unit_test(test_what_is_to_be_sent_again_goes_first),
	        cmocka_unit_test(test_unload_pays_the_ack_it_owes),
	        cmocka_unit_test(test_worked_upload),
	        cmocka_unit_test(test_half_closed_states_move),
	        cmocka_unit_test(test_keepalive),
	        cmocka_unit_test(test_persist_rounds),
	        cmocka_unit_test(test_update_of_the_window),
	        cmocka_unit_test(test_invalid_says_nothing),
	        cmocka_unit_test(test_blind_timer_moves),
	        cmocka_unit_test(test_pools_that_are_empty_refuse_and_change_nothing),
	        cmocka_unit_test(test_wheel),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
