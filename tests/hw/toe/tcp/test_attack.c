/* Who is not the peer, and peers that mean no good: RFC 5961 and the contract's section 14, PAWS, urgent data, malformed segments, silly
 * sizes. */
#include "script.h"

static struct tcp_delegated ask(struct script *t)
{
	struct tcp_state st;
	assert_int_equal(tcp_query(t->e, 0, &st, t->now), 0);
	return st.d;
}
static void test_rst_outside_the_window_is_dropped(void **state)
{
	struct script *t = script_start((struct setup){0});
	(void)state;
	arrives(t, .seq = 70000, .flags = "R");
	arrives(t, .seq = (uint32_t)-1, .flags = "R");
	quiet(t);
	no_event(t);
	assert_int_equal(ask(t).keepalive, TCP_OFF);
	script_end(t);
}
static void test_rst_in_the_window_is_challenged_once(void **state)
{
	struct script *t = script_start((struct setup){.ka_probes = 2, .ka_interval = 1000});
	(void)state;
	arrives(t, .seq = 100, .flags = "R");
	leaves(t, .ack = 0);
	assert_int_equal(ask(t).keepalive, 300000);
	after(t, 1000);
	arrives(t, .seq = 200, .flags = "R"); /* suppressed, and it does not arm the timer again */
	quiet(t);
	assert_int_equal(ask(t).keepalive, 299000);
	/* An acceptable segment: the timer stops, a new challenge may be made. */
	arrives(t, .ack = 0);
	assert_int_equal(ask(t).keepalive, TCP_OFF);
	arrives(t, .seq = 100, .flags = "R");
	leaves(t, .ack = 0);
	/* Nobody answers: probes, then the connection is CLOSED and to be uploaded. */
	after(t, 299999);
	quiet(t);
	after(t, 1);
	leaves(t, .seq = (uint32_t)-1, .ack = 0);
	after(t, 1000);
	leaves(t, .seq = (uint32_t)-1, .ack = 0);
	no_event(t);
	after(t, 1000);
	event(t, TCP_EV_UPLOAD, TCP_WHY_TIMEOUT);
	assert_int_equal(ask(t).state, TCP_CLOSED);
	script_end(t);
}
static void test_rst_at_rcv_nxt_aborts(void **state)
{
	struct script *t = script_start((struct setup){0});
	(void)state;
	send_bytes(t, 3000, 5);
	drop_outs(t);
	tcp_post(t->e, 0, 6, 1000, 0, true, t->now);
	arrives(t, .ack = 1000, .len = 10);
	tcp_disconnect(t->e, 0, 7, t->now);
	script_pump(t);
	arrives(t, .seq = 10, .flags = "R", .no_ack = true);
	event(t, TCP_EV_ABORT, 0);
	completed(t, 's', 5, 1000, TCP_DONE_ABORTED);
	completed(t, 'd', 7, 0, TCP_DONE_ABORTED);
	completed(t, 'r', 6, 10, TCP_DONE_ABORTED);
	drop_outs(t);
	assert_int_equal(ask(t).state, TCP_CLOSED);
	assert_int_equal(arrives(t, .seq = 10, .len = 5), TCP_IN_PASS);
	after(t, 100000);
	quiet(t);
	assert_int_equal(tcp_send(t->e, 0, &(struct tcp_range){1, 0, 1}, 1, 9, t->now), -EPIPE);
	script_end(t);
}
static void test_syn(void **state)
{
	struct script *t = script_start((struct setup){0});
	(void)state;
	arrives(t, .seq = 70000, .flags = "S"); /* outside: an ACK, every time */
	leaves(t, .ack = 0);
	arrives(t, .seq = 70000, .flags = "S");
	leaves(t, .ack = 0);
	assert_int_equal(ask(t).keepalive, TCP_OFF);
	arrives(t, .seq = 100, .flags = "S"); /* inside: a challenge, one in three seconds */
	leaves(t, .ack = 0);
	assert_int_equal(ask(t).keepalive, 300000);
	after(t, 2999);
	arrives(t, .seq = 100, .flags = "S");
	quiet(t);
	after(t, 1);
	arrives(t, .seq = 100, .flags = "S");
	leaves(t, .ack = 0);
	assert_int_equal(arrives(t, .seq = 0, .flags = "S"), TCP_IN_PASS); /* in order: the host's, CLOSED */
	event(t, TCP_EV_UPLOAD, TCP_WHY_REQUESTED);
	assert_int_equal(ask(t).state, TCP_CLOSED);
	script_end(t);
}
static void test_ack_outside_is_challenged_and_its_data_dropped(void **state)
{
	struct script *t = script_start((struct setup){.wnd = 10000});
	(void)state;
	send_bytes(t, 1000, 1);
	drop_outs(t);
	arrives(t, .seq = 0, .ack = 1001, .len = 100); /* never sent */
	leaves(t, .seq = 1000, .ack = 0);
	arrives(t, .seq = 0, .ack = (uint32_t)-10001, .len = 100); /* older than the largest window */
	leaves(t, .seq = 1000, .ack = 0);
	assert_int_equal(t->indicated, 0);
	arrives(t, .seq = 0, .ack = (uint32_t)-10000, .len = 100);
	assert_int_equal(t->indicated, 100);
	arrives(t, .seq = 100, .len = 100, .no_ack = true); /* no ACK flag */
	assert_int_equal(t->indicated, 100);
	script_end(t);
}
static void test_paws(void **state)
{
	struct script *t = script_start((struct setup){.ts = true});
	struct seen *s;
	(void)state;
	arrives(t, .seq = 0, .len = 100, .ts = 6000);
	arrives(t, .seq = 100, .len = 100, .ts = 5999); /* older than TS.Recent */
	leaves(t, .ack = 100);
	assert_int_equal(t->indicated, 100);
	arrives(t, .seq = 100, .len = 100, .no_ts = true); /* RFC 7323 3.2 */
	quiet(t);
	assert_int_equal(t->indicated, 100);
	arrives(t, .seq = 100, .len = 100, .ts = 6001);
	after(t, 40);
	leaves(t, .ack = 200);
	s = last_out(t);
	assert_true(s->has_ts);
	assert_int_equal(s->ts_ecr, 6001);
	assert_int_equal(s->ts_val, 777 + 40);
	/* Out of order segments do not move TS.Recent. */
	arrives(t, .seq = 300, .len = 100, .ts = 7000);
	leaves(t, .ack = 200);
	assert_int_equal(last_out(t)->ts_ecr, 6001);
	/* 24 days of silence make any timestamp good. */
	t->now += 25ull * 86400 * 1000000;
	arrives(t, .seq = 200, .len = 100, .ts = 5000);
	leaves(t, .ack = 400);
	/* Also when the first that comes is out of order: it does not say what TS.Recent is, and what it waits for is not refused. */
	t->now += 25ull * 86400 * 1000000;
	drop_outs(t);
	arrives(t, .seq = 500, .len = 100, .ts = 0x90000001);
	leaves(t, .ack = 400);
	arrives(t, .seq = 600, .len = 100, .ts = 0x90000001);
	leaves(t, .ack = 400);
	arrives(t, .seq = 400, .len = 100, .ts = 0x90000000);
	leaves(t, .ack = 700);
	arrives(t, .seq = 700, .len = 100, .ts = 0x8fffffff); /* and now it is known again */
	leaves(t, .ack = 700);
	script_end(t);
}
static void test_urgent_data_is_the_hosts(void **state)
{
	struct script *t = script_start((struct setup){0});
	struct tcp_state st;
	(void)state;
	arrives(t, .seq = 70000, .len = 10, .flags = "U"); /* not in the window */
	drop_outs(t);
	no_event(t);
	arrives(t, .seq = 0, .ack = 5, .len = 10, .flags = "U"); /* acknowledges what was not sent */
	no_event(t);
	assert_int_equal(arrives(t, .seq = 0, .len = 10, .flags = "U"), TCP_IN_PASS);
	event(t, TCP_EV_UPLOAD, TCP_WHY_URGENT);
	assert_int_equal(arrives(t, .seq = 10, .len = 10), TCP_IN_PASS);
	after(t, 10000);
	quiet(t);
	assert_int_equal(tcp_unload(t->e, 0, &st, t->now), 0);
	quiet(t);
	assert_int_equal(st.d.rcv_nxt, IRS);
	script_end(t);
}
static void test_malformed(void **state)
{
	struct script *t = script_start((struct setup){.sack = true, .ts = true});
	uint8_t h[60] = {0};
	struct tcp_statistics st;
	struct tcp_range big = {1, 0, 70000};
	(void)state;
	for (uint32_t n = 0; n < 20; n++)
		tcp_input(t->e, 0, h, n, NULL, t->now);
	h[12] = 0x40;
	tcp_input(t->e, 0, h, 20, NULL, t->now); /* shorter than a header */
	h[12] = 0xf0;
	tcp_input(t->e, 0, h, 59, NULL, t->now); /* options beyond the end */
	tcp_input(t->e, 0, h, 60, &big, t->now);
	tcp_statistics(t->e, false, &st);
	assert_int_equal(st.in_errors, 23);
	script_pump(t);
	quiet(t);
	script_end(t);
}
static void test_answers_outside_the_window_are_limited(void **state)
{
	struct script *t = script_start((struct setup){0});
	(void)state;
	for (int i = 0; i < 1000; i++)
		arrives(t, .seq = (uint32_t)-1);
	assert_int_equal(drop_outs(t), 1);
	after(t, 60);
	arrives(t, .seq = (uint32_t)-1); /* a keepalive is answered */
	leaves(t, .ack = 0);
	script_end(t);
}
static void test_tiny_mss(void **state)
{
	struct script *t = script_create((struct setup){.mss = 63});
	(void)state;
	assert_int_equal(tcp_load(t->e, 0, &t->state, t->now), -EINVAL);
	script_end(t);
	t = script_start((struct setup){.mss = 64, .cwnd = 1000000, .ts = true});
	send_bytes(t, 20000, 1);
	assert_int_equal(drop_outs(t), (20000 + 51) / 52);
	assert_true(tcp_pool_bytes(t->e, 0) <= TCP_FLIGHT_MAX * 16 + 100);
	script_end(t);
}
static void test_zero_window_for_ever(void **state)
{
	struct script *t = script_start((struct setup){.srtt_us = 10000});
	size_t most = 0;
	unsigned answered = 0;
	(void)state;
	send_bytes(t, 10000, 1);
	drop_outs(t);
	arrives(t, .ack = 7300, .zero_wnd = true);
	for (int i = 0; i < 20000; i++) {
		after(t, 50);
		for (unsigned n = drop_outs(t); n; n--) {
			arrives(t, .ack = 7300, .zero_wnd = true);
			most = tcp_pool_bytes(t->e, 0) > most ? tcp_pool_bytes(t->e, 0) : most;
			answered++;
		}
	}
	assert_in_range(answered, 10, 40); /* 1000 s, backing off to one a minute */
	no_event(t);                       /* each probe is answered: the peer may do this as long as it likes */
	assert_true(most < 200);
	arrives(t, .ack = 7300, .wnd = 65535);
	leaves(t, .seq = 7300, .len = 1460, .retransmit = true);
	leaves(t, .seq = 8760, .len = 1240, .retransmit = true);
	script_end(t);
}
static void test_window_that_is_taken_back(void **state)
{
	struct script *t = script_start((struct setup){0});
	(void)state;
	send_bytes(t, 14600, 1);
	drop_outs(t);
	arrives(t, .ack = 1460, .wnd = 1000); /* 13140 are in flight */
	quiet(t);
	after(t, 500);
	assert_true(drop_outs(t) > 0);
	arrives(t, .ack = 14600, .wnd = 5000);
	completed(t, 's', 1, 14600, TCP_DONE_OK);
	script_end(t);
}
int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(test_rst_outside_the_window_is_dropped),
	        cmocka_unit_test(test_rst_in_the_window_is_challenged_once),
	        cmocka_unit_test(test_rst_at_rcv_nxt_aborts),
	        cmocka_unit_test(test_syn),
	        cmocka_unit_test(test_ack_outside_is_challenged_and_its_data_dropped),
	        cmocka_unit_test(test_paws),
	        cmocka_unit_test(test_urgent_data_is_the_hosts),
	        cmocka_unit_test(test_malformed),
	        cmocka_unit_test(test_answers_outside_the_window_are_limited),
	        cmocka_unit_test(test_tiny_mss),
	        cmocka_unit_test(test_zero_window_for_ever),
	        cmocka_unit_test(test_window_that_is_taken_back),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
