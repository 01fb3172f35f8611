/* Loss: fast retransmit and NewReno (RFC 5681, 6582, 3042), SACK and RACK-TLP (RFC 2018, 2883, 6675, 8985), timeouts (RFC 6298), windows
 * (RFC 3465, 9438). */
#include "script.h"

#define MSS 1460

static void fill(struct script *t, unsigned segments)
{
	send_bytes(t, segments * MSS, 1);
	for (unsigned i = 0; i < segments; i++)
		leaves(t, .seq = i * MSS, .len = MSS);
	quiet(t);
	t->now += 100000;
}
static struct tcp_delegated ask(struct script *t)
{
	struct tcp_state st;
	assert_int_equal(tcp_query(t->e, 0, &st, t->now), 0);
	return st.d;
}
/* ---- without SACK ---- */
static void test_third_duplicate_ack_retransmits(void **state)
{
	struct script *t = script_start((struct setup){.reno = true, .cwnd = 10 * MSS});
	(void)state;
	fill(t, 10);
	arrives(t, .ack = 0);
	arrives(t, .ack = 0);
	quiet(t);
	arrives(t, .ack = 0);
	leaves(t, .seq = 0, .len = MSS, .retransmit = true);
	quiet(t);
	assert_int_equal(ask(t).ssthresh, 5 * MSS);
	assert_int_equal(ask(t).dup_acks, 3);
	for (int i = 0; i < 6; i++)
		arrives(t, .ack = 0);
	quiet(t); /* all is in flight, nothing is new */
	arrives(t, .ack = 10 * MSS);
	assert_int_equal(ask(t).cwnd, 5 * MSS);
	completed(t, 's', 1, 10 * MSS, TCP_DONE_OK);
	script_end(t);
}
static void test_limited_transmit(void **state)
{
	struct script *t = script_start((struct setup){.cwnd = 4 * MSS});
	(void)state;
	send_bytes(t, 20 * MSS, 1);
	assert_int_equal(drop_outs(t), 4);
	t->now += 100000;
	arrives(t, .ack = 0);
	leaves(t, .seq = 4 * MSS, .len = MSS); /* RFC 3042 */
	arrives(t, .ack = 0);
	leaves(t, .seq = 5 * MSS, .len = MSS);
	quiet(t);
	script_end(t);
}
static void test_partial_ack_repairs_the_next_hole(void **state)
{
	struct script *t = script_start((struct setup){.reno = true});
	(void)state;
	fill(t, 10);
	for (int i = 0; i < 3; i++)
		arrives(t, .ack = 0);
	leaves(t, .seq = 0, .len = MSS, .retransmit = true);
	t->now += 100000;
	arrives(t, .ack = 4 * MSS); /* RFC 6582 3.2: not all of what was outstanding */
	leaves(t, .seq = 4 * MSS, .len = MSS, .retransmit = true);
	quiet(t);
	t->now += 100000;
	arrives(t, .ack = 10 * MSS);
	quiet(t);
	/* Duplicates of what was sent twice do not start another recovery. */
	send_bytes(t, 5 * MSS, 2);
	drop_outs(t);
	script_end(t);
}
static void test_window_update_is_no_duplicate_ack(void **state)
{
	struct script *t = script_start((struct setup){0});
	(void)state;
	fill(t, 5);
	for (uint32_t i = 1; i < 6; i++)
		arrives(t, .ack = 0, .wnd = 60000 - i * 100);
	arrives(t, .seq = 0, .ack = 0, .len = 100);
	arrives(t, .seq = 100, .ack = 0, .len = 100);
	leaves(t, .seq = 5 * MSS, .ack = 200);
	assert_int_equal(ask(t).snd_wnd, 65535);
	script_end(t);
}
/* ---- with SACK ---- */
static void test_sack_marks_the_hole_lost(void **state)
{
	struct script *t = script_start((struct setup){.sack = true});
	(void)state;
	fill(t, 10);
	arrives(t, .ack = 0, .sack = {{MSS, 2 * MSS}});
	quiet(t);
	arrives(t, .ack = 0, .sack = {{MSS, 3 * MSS}});
	quiet(t);
	arrives(t, .ack = 0, .sack = {{MSS, 4 * MSS}});
	leaves(t, .seq = 0, .len = MSS, .retransmit = true);
	quiet(t);
	assert_int_equal(ask(t).ssthresh, 7 * MSS); /* CUBIC's 0.7 */
	/* A second hole, between what has arrived. */
	t->now += 1000;
	arrives(t, .ack = 0, .sack = {{5 * MSS, 6 * MSS}, {MSS, 4 * MSS}});
	leaves(t, .seq = 4 * MSS, .len = MSS, .retransmit = true);
	quiet(t);
	script_end(t);
}
static void test_reordering_is_waited_for(void **state)
{
	struct script *t = script_start((struct setup){.sack = true});
	struct tcp_statistics st;
	(void)state;
	fill(t, 4);
	arrives(t, .ack = 0, .sack = {{MSS, 2 * MSS}});
	after(t, 5);
	quiet(t); /* a quarter of the round trip is the window */
	arrives(t, .ack = 2 * MSS);
	arrives(t, .ack = 4 * MSS);
	quiet(t);
	tcp_statistics(t->e, false, &st);
	assert_int_equal(st.fast_recoveries, 0);
	/* And if it does not come the window's timer says so. */
	send_bytes(t, 4 * MSS, 2);
	drop_outs(t);
	t->now += 100000;
	arrives(t, .ack = 4 * MSS, .sack = {{5 * MSS, 6 * MSS}});
	after(t, 30);
	leaves(t, .seq = 4 * MSS, .len = MSS, .retransmit = true);
	script_end(t);
}
static void test_lost_retransmission_is_sent_again(void **state)
{
	struct script *t = script_start((struct setup){.sack = true, .cwnd = 20 * MSS});
	(void)state;
	send_bytes(t, 20 * MSS, 1);
	drop_outs(t);
	t->now += 100000;
	arrives(t, .ack = 0, .sack = {{MSS, 11 * MSS}});
	leaves(t, .seq = 0, .len = MSS, .retransmit = true);
	send_bytes(t, 5 * MSS, 2); /* new data goes out behind the retransmission... */
	for (uint32_t i = 11; i < 20; i++)
		arrives(t, .ack = 0, .sack = {{MSS, (i + 1) * MSS}});
	assert_true(drop_outs(t) > 0);
	t->now += 110000;
	arrives(t, .ack = 0, .sack = {{MSS, 21 * MSS}}); /* ... and arrives: what left before it is lost */
	leaves(t, .seq = 0, .len = MSS, .retransmit = true);
	script_end(t);
}
static void test_tail_probe(void **state)
{
	struct script *t = script_start((struct setup){.sack = true, .srtt_us = 30000});
	struct tcp_statistics st;
	(void)state;
	fill(t, 5);
	t->now -= 100000;
	after(t, 61);
	quiet(t);
	after(t, 1); /* two round trips and a little */
	leaves(t, .seq = 4 * MSS, .len = MSS, .retransmit = true);
	after(t, 100);
	quiet(t); /* one probe, then the timeout */
	tcp_statistics(t->e, false, &st);
	assert_int_equal(st.tail_probes, 1);
	/* The two last ones were lost: the report about the probe shows the first of them. */
	arrives(t, .ack = 3 * MSS, .sack = {{4 * MSS, 5 * MSS}});

	leaves(t, .seq = 3 * MSS, .len = MSS, .retransmit = true);
	arrives(t, .ack = 5 * MSS);
	quiet(t);
	tcp_statistics(t->e, false, &st);
	assert_int_equal(st.timeouts, 0);
	script_end(t);
}
static void test_tail_probe_that_repairs_costs_a_reduction(void **state)
{
	struct script *t = script_start((struct setup){.sack = true, .srtt_us = 30000, .cwnd = 10 * MSS, .ssthresh = 10 * MSS});
	(void)state;
	fill(t, 10);
	t->now -= 100000;
	after(t, 62);
	leaves(t, .seq = 9 * MSS, .len = MSS, .retransmit = true);
	send_bytes(t, MSS, 2);
	arrives(t, .ack = 10 * MSS); /* no duplicate is reported: the last one had been lost, the probe repaired it; but only a later ACK
	                                proves it */
	drop_outs(t);
	arrives(t, .ack = 11 * MSS);
	assert_in_range(ask(t).cwnd, 7 * MSS, 8 * MSS);
	script_end(t);
}
static void test_tail_probe_of_new_data(void **state)
{
	struct script *t = script_start((struct setup){.sack = true, .srtt_us = 30000, .cwnd = 2 * MSS});
	(void)state;
	send_bytes(t, 5 * MSS, 1);
	assert_int_equal(drop_outs(t), 2);
	after(t, 62);
	leaves(t, .seq = 2 * MSS, .len = MSS);
	quiet(t);
	script_end(t);
}
static void test_idle_acks_do_not_put_the_timer_off(void **state)
{
	(void)state;
	for (int sack = 0; sack < 2; sack++) {
		struct script *t = script_start((struct setup){.sack = sack, .srtt_us = 30000});
		unsigned ms = 0;
		send_bytes(t, MSS, 1);
		drop_outs(t);
		for (; t->out_head == t->out_tail && ms < 1000; ms += 10) {
			after(t, 10);
			arrives(t, .ack = 0, .wnd = 60000 + ms); /* a window update a time: no duplicates */
		}
		leaves(t, .seq = 0, .len = MSS, .retransmit = true);
		assert_in_range(ms, 200, 300);
		script_end(t);
	}
}
static void test_a_stream_of_small_sends_does_not_either(void **state)
{
	struct script *t = script_start((struct setup){.sack = true, .srtt_us = 30000});
	(void)state;
	for (unsigned ms = 0; ms < 400; ms += 10) {
		send_bytes(t, 10, ms);
		after(t, 10);
	}
	bool again = false;
	for (; t->out_head != t->out_tail; t->out_head++)
		again |= t->out[t->out_head % ARRAY_LEN(t->out)].o.retransmit;
	assert_true(again);
	script_end(t);
}
static void test_sack_lies_change_nothing(void **state)
{
	struct script *t = script_start((struct setup){.sack = true});
	(void)state;
	fill(t, 10);
	for (int i = 0; i < 5; i++) {
		arrives(t, .ack = 0, .sack = {{20 * MSS, 30 * MSS}});               /* never sent */
		arrives(t, .ack = 0, .sack = {{5 * MSS, 4 * MSS}});                 /* backwards */
		arrives(t, .ack = 0, .sack = {{9 * MSS, 10 * MSS + 1}});            /* beyond */
		arrives(t, .ack = 0, .sack = {{(uint32_t)-5000, (uint32_t)-4000}}); /* below */
	}
	quiet(t);
	script_end(t);
}
static void test_sack_of_every_other_byte_is_bounded(void **state)
{
	struct script *t = script_start((struct setup){.sack = true, .burst = 61440, .cwnd = 1000000});
	(void)state;
	send_bytes(t, 60000, 1);
	drop_outs(t);
	t->now += 100000;
	for (uint32_t i = 1; i < 5000; i += 8) {
		arrives(t, .ack = 0, .sack = {{i, i + 1}, {i + 2, i + 3}, {i + 4, i + 5}, {i + 6, i + 7}});
		assert_true(tcp_pool_bytes(t->e, 0) <= TCP_FLIGHT_MAX * 16 + 100);
		drop_outs(t);
	}
	/* And data still gets through. */
	arrives(t, .ack = 60000);
	completed(t, 's', 1, 60000, TCP_DONE_OK);
	script_end(t);
}
static void test_reneging_is_repaired_by_the_timeout(void **state)
{
	struct script *t = script_start((struct setup){.sack = true, .cwnd = 4 * MSS});
	(void)state;
	send_bytes(t, 4 * MSS, 1);
	drop_outs(t);
	t->now += 100000;
	arrives(t, .ack = 0, .sack = {{MSS, 4 * MSS}});
	leaves(t, .seq = 0, .len = MSS, .retransmit = true);
	arrives(t, .ack = MSS); /* and says no more of the rest */
	after(t, 300);
	leaves(t, .seq = MSS, .len = MSS, .retransmit = true);
	drop_outs(t);
	arrives(t, .ack = 2 * MSS);
	leaves(t, .seq = 2 * MSS, .len = MSS, .retransmit = true);
	script_end(t);
}
static void test_receiver_reports_blocks_and_duplicates(void **state)
{
	struct script *t = script_start((struct setup){.sack = true});
	(void)state;
	assert_int_equal(arrives(t, .seq = 1000, .len = 500), TCP_IN_HELD);
	leaves(t, .ack = 0, .sack = {{1000, 1500}});
	arrives(t, .seq = 3000, .len = 500);
	leaves(t, .ack = 0, .sack = {{3000, 3500}, {1000, 1500}});
	arrives(t, .seq = 1500, .len = 500);
	leaves(t, .ack = 0, .sack = {{1000, 2000}, {3000, 3500}}); /* the newest first */
	assert_int_equal(arrives(t, .seq = 1200, .len = 300), TCP_IN_DONE);
	leaves(t, .ack = 0, .sack = {{1200, 1500}, {1000, 2000}}); /* RFC 2883 */
	arrives(t, .seq = 0, .len = 1000);
	leaves(t, .ack = 2000, .sack = {{3000, 3500}});
	assert_int_equal(t->released, 2);
	arrives(t, .seq = 0, .len = 100);
	leaves(t, .ack = 2000, .sack = {{0, 100}, {3000, 3500}});
	arrives(t, .seq = 2000, .len = 1000);
	leaves(t, .ack = 3500, .no_sack = true);
	assert_int_equal(t->indicated, 3500);
	script_end(t);
}
static void test_early_data_is_bounded(void **state)
{
	struct script *t = script_start((struct setup){.sack = true, .held = 5});
	unsigned held = 0;
	(void)state;
	for (uint32_t i = 0; i < 100; i++)
		held += arrives(t, .seq = 2 + 2 * i, .len = 1) == TCP_IN_HELD;
	assert_int_equal(held, 5);
	assert_int_equal(drop_outs(t), 100);
	script_end(t);
	t = script_start((struct setup){.sack = true, .held = 4096});
	held = 0;
	for (uint32_t i = 0; i < 3000; i++) {
		held += arrives(t, .seq = 2 + 2 * i, .len = 1) == TCP_IN_HELD;
		drop_outs(t);
	}
	assert_int_equal(held, TCP_HELD_MAX);
	script_end(t);
}
/* ---- timeouts ---- */
static void test_timeout_backs_off_and_gives_up(void **state)
{
	struct script *t = script_start((struct setup){.srtt_us = 100000});
	uint32_t wait = 200; /* SRTT + 4 RTTVAR = 200 ms */
	(void)state;
	fill(t, 3);
	t->now -= 100000;
	for (int i = 0; i < 5; i++) {
		after(t, wait - 1);
		quiet(t);
		after(t, 1);
		leaves(t, .seq = 0, .len = MSS, .retransmit = true);
		quiet(t);
		wait *= 2;
		assert_int_equal(ask(t).retransmits, i + 1);
	}
	assert_int_equal(ask(t).cwnd, MSS);
	assert_int_equal(ask(t).total_rt, 200 * (2 + 4 + 8 + 16));
	no_event(t);
	after(t, wait);
	event(t, TCP_EV_UPLOAD, TCP_WHY_TIMEOUT);
	after(t, 1000000);
	quiet(t);
	no_event(t);
	/* What is known of it can still be taken away. */
	assert_int_equal(ask(t).snd_nxt - ISS, 0 + MSS);
	script_end(t);
}
static void test_max_rt_is_a_time(void **state)
{
	struct script *t = script_start((struct setup){.max_rt = 1000});
	(void)state;
	fill(t, 1);
	t->now -= 100000;
	after(t, 200 + 400);
	no_event(t);
	assert_int_equal(drop_outs(t), 2);
	after(t, 10000);
	event(t, TCP_EV_UPLOAD, TCP_WHY_TIMEOUT);
	script_end(t);
}
static void test_after_timeout_slow_start(void **state)
{
	struct script *t = script_start((struct setup){.reno = true, .cwnd = 8 * MSS});
	(void)state;
	fill(t, 8);
	after(t, 100);
	leaves(t, .seq = 0, .len = MSS, .retransmit = true);
	quiet(t);
	arrives(t, .ack = MSS);
	leaves(t, .seq = MSS, .len = MSS, .retransmit = true);
	leaves(t, .seq = 2 * MSS, .len = MSS, .retransmit = true);
	quiet(t);
	assert_int_equal(ask(t).ssthresh, 4 * MSS);
	script_end(t);
}
static void test_a_timeout_that_was_a_mistake_is_undone(void **state)
{
	(void)state;
	for (int late = 0; late < 2; late++) {
		struct script *t =
		        script_start((struct setup){.ts = true, .sack = true, .cwnd = 10 * 1448, .ssthresh = 10 * 1448, .srtt_us = 190000});
		struct tcp_statistics st;
		send_bytes(t, 20 * 1448, 1);
		assert_int_equal(drop_outs(t), 10);
		after(t, 290);
		leaves(t, .seq = 0, .len = 1448, .retransmit = true);
		arrives(t, .ack = 5 * 1448, .ecr = late ? 777 + 290 : 777); /* RFC 3522: of the first transmission, or of the second */
		tcp_statistics(t->e, false, &st);
		assert_int_equal(st.timeouts, 1);
		assert_int_equal(st.undone, !late);
		if (late) {
			assert_true(ask(t).cwnd <= 2 * 1448);
			assert_true(last_out(t)->o.retransmit);
		} else {
			assert_true(ask(t).cwnd >= 10 * 1448 && ask(t).ssthresh == 10 * 1448);
			leaves(t, .seq = 10 * 1448, .len = 1448); /* goes on where it was */
		}
		script_end(t);
	}
}
static void test_ack_division_gains_nothing(void **state)
{
	struct script *t = script_start((struct setup){.cwnd = 4 * MSS, .ssthresh = 1000000}), *u;
	uint32_t whole, divided;
	(void)state;
	send_bytes(t, 100 * MSS, 1);
	t->now += 100000;
	arrives(t, .ack = MSS);
	whole = ask(t).cwnd;
	u = script_start((struct setup){.cwnd = 4 * MSS, .ssthresh = 1000000});
	send_bytes(u, 100 * MSS, 1);
	u->now += 100000;
	for (uint32_t i = 1; i <= MSS; i++)
		arrives(u, .ack = i);
	divided = ask(u).cwnd;
	assert_int_equal(whole, 5 * MSS);
	assert_true(divided <= whole);
	script_end(t);
	script_end(u);
}
static void test_window_grows_only_where_it_holds_back(void **state)
{
	struct script *t = script_start((struct setup){.cwnd = 20 * MSS, .ssthresh = 1000000});
	(void)state;
	for (uint32_t i = 0; i < 50; i++) {
		send_bytes(t, MSS, i);
		t->now += 100000;
		arrives(t, .ack = (i + 1) * MSS);
		completed(t, 's', i, MSS, TCP_DONE_OK);
	}
	assert_int_equal(ask(t).cwnd, 20 * MSS);
	script_end(t);
}
static uint32_t seconds_of_avoidance(bool reno, unsigned rounds)
{
	struct script *t = script_start(
	        (struct setup){.reno = reno, .cwnd = 20 * MSS, .ssthresh = 20 * MSS, .scale = 7, .wnd = 4000000, .burst = 61440});
	uint32_t acked = 0, cwnd, sent = 0;
	for (unsigned i = 0; i < rounds; i++) {
		send_bytes(t, 300 * MSS, i);
		for (; t->out_head != t->out_tail; t->out_head++)
			sent += t->out[t->out_head % ARRAY_LEN(t->out)].o.length;
		t->now += 100000;
		while (acked < sent) {
			acked = acked + 2 * MSS < sent ? acked + 2 * MSS : sent;
			arrives(t, .ack = acked);
			t->done_head = t->done_tail;
		}
	}
	cwnd = ask(t).cwnd;
	script_end(t);
	return cwnd;
}
static void test_reno_and_cubic_growth(void **state)
{
	uint32_t reno = seconds_of_avoidance(true, 20), cubic = seconds_of_avoidance(false, 20), later = seconds_of_avoidance(false, 60);
	(void)state;
	assert_in_range(reno, 35 * MSS, 60 * MSS); /* a segment a round trip, and what the first round had left over */
	assert_true(cubic > 20 * MSS && cubic <= reno * 3 / 2);
	assert_true(later > cubic * 2); /* convex */
}
static void test_pmtu_decrease_sends_again_in_smaller_pieces(void **state)
{
	struct script *t = script_start((struct setup){0});
	struct tcp_cached u = t->state.u;
	(void)state;
	fill(t, 2);
	u.path_mtu = 1000;
	tcp_update(t->e, 0, &u, t->now);
	script_pump(t);
	leaves(t, .seq = 0, .len = 960, .retransmit = true);
	leaves(t, .seq = 960, .len = 960, .retransmit = true);
	leaves(t, .seq = 1920, .len = 960, .retransmit = true);
	leaves(t, .seq = 2880, .len = 40, .retransmit = true);
	quiet(t);
	assert_int_equal(ask(t).cwnd, 10 * MSS);
	script_end(t);
}
int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(test_third_duplicate_ack_retransmits),
	        cmocka_unit_test(test_limited_transmit),
	        cmocka_unit_test(test_partial_ack_repairs_the_next_hole),
	        cmocka_unit_test(test_window_update_is_no_duplicate_ack),
	        cmocka_unit_test(test_sack_marks_the_hole_lost),
	        cmocka_unit_test(test_reordering_is_waited_for),
	        cmocka_unit_test(test_lost_retransmission_is_sent_again),
	        cmocka_unit_test(test_tail_probe),
	        cmocka_unit_test(test_tail_probe_that_repairs_costs_a_reduction),
	        cmocka_unit_test(test_tail_probe_of_new_data),
	        cmocka_unit_test(test_idle_acks_do_not_put_the_timer_off),
	        cmocka_unit_test(test_a_stream_of_small_sends_does_not_either),
	        cmocka_unit_test(test_sack_lies_change_nothing),
	        cmocka_unit_test(test_sack_of_every_other_byte_is_bounded),
	        cmocka_unit_test(test_reneging_is_repaired_by_the_timeout),
	        cmocka_unit_test(test_receiver_reports_blocks_and_duplicates),
	        cmocka_unit_test(test_early_data_is_bounded),
	        cmocka_unit_test(test_timeout_backs_off_and_gives_up),
	        cmocka_unit_test(test_max_rt_is_a_time),
	        cmocka_unit_test(test_after_timeout_slow_start),
	        cmocka_unit_test(test_a_timeout_that_was_a_mistake_is_undone),
	        cmocka_unit_test(test_ack_division_gains_nothing),
	        cmocka_unit_test(test_window_grows_only_where_it_holds_back),
	        cmocka_unit_test(test_reno_and_cubic_growth),
	        cmocka_unit_test(test_pmtu_decrease_sends_again_in_smaller_pieces),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
