/* Data both ways on a clean wire: sequence numbers, acknowledgments, delayed ACK, Nagle, silly windows, segmentation, delivery. */
#include "script.h"

static void test_bytes_in_are_acknowledged_every_second_segment(void **state)
{
	struct script *t = script_start((struct setup){0});
	(void)state;
	arrives(t, .seq = 0, .len = 1460);
	quiet(t);
	arrives(t, .seq = 1460, .len = 1460);
	leaves(t, .seq = 0, .ack = 2920);
	assert_int_equal(t->indicated, 2920);
	quiet(t);
	script_end(t);
}
static void test_delayed_ack_runs_out(void **state)
{
	struct script *t = script_start((struct setup){0});
	(void)state;
	arrives(t, .seq = 0, .len = 10);
	after(t, 39);
	quiet(t);
	after(t, 1);
	leaves(t, .ack = 10);
	after(t, 1000);
	quiet(t);
	script_end(t);
}
static void test_coalesced_segment_counts_as_many(void **state)
{
	struct script *t = script_start((struct setup){0});
	(void)state;
	arrives(t, .seq = 0, .len = 14600);
	leaves(t, .ack = 14600);
	script_end(t);
}
static void test_sends_are_cut_completed_and_pushed(void **state)
{
	struct script *t = script_start((struct setup){0});
	(void)state;
	send_bytes(t, 3000, 7);
	leaves(t, .seq = 0, .len = 1460, .flags = "");
	leaves(t, .seq = 1460, .len = 1460, .flags = "");
	leaves(t, .seq = 2920, .len = 80, .flags = "P");
	arrives(t, .ack = 2920);
	nothing_completed(t);
	arrives(t, .ack = 3000);
	completed(t, 's', 7, 3000, TCP_DONE_OK);
	quiet(t);
	script_end(t);
}
static void test_one_descriptor_covers_many_segments(void **state)
{
	struct script *t = script_start((struct setup){.burst = 61440, .cwnd = 1000000, .wnd = 65535, .scale = 7});
	struct tcp_range r[3] = {{1, 100, 5000}, {2, 7, 20000}, {3, 0, 9000}};
	(void)state;
	assert_int_equal(tcp_send(t->e, 0, r, 3, 9, t->now), 0);
	script_pump(t);
	assert_int_equal(t->out_tail, 1);
	assert_int_equal(t->out[0].o.length, 34000);
	assert_int_equal(t->out[0].o.mss, 1460);
	assert_int_equal(t->out[0].o.range_count, 3);
	assert_int_equal(t->out[0].o.ranges[1].handle, 2);
	assert_int_equal(t->out[0].o.ranges[1].offset, 7);
	assert_int_equal(t->out[0].o.ranges[2].length, 9000);
	drop_outs(t);
	/* A part is acknowledged: what is left is listed from there on. */
	arrives(t, .ack = 6000);
	struct tcp_range left[4];
	uint64_t cookies[4];
	assert_int_equal(tcp_list_sends(t->e, 0, left, cookies, 4), 2);
	assert_int_equal(left[0].handle, 2);
	assert_int_equal(left[0].offset, 1007);
	assert_int_equal(left[0].length, 19000);
	assert_int_equal(cookies[1], 9);
	script_end(t);
}
static void test_nagle_holds_the_second_small_one(void **state)
{
	struct script *t = script_start((struct setup){.nagle = true});
	struct tcp_cached u = t->state.u;
	(void)state;
	send_bytes(t, 10, 1);
	leaves(t, .seq = 0, .len = 10);
	send_bytes(t, 20, 2);
	quiet(t);
	arrives(t, .ack = 10);
	leaves(t, .seq = 10, .len = 20);
	send_bytes(t, 5, 3);
	quiet(t);
	u.flags = 0;
	tcp_update(t->e, 0, &u, t->now);
	script_pump(t);
	leaves(t, .seq = 30, .len = 5);
	script_end(t);
}
static void test_sender_avoids_silly_windows(void **state)
{
	struct script *t = script_start((struct setup){.wnd = 4000});
	(void)state;
	send_bytes(t, 20000, 1);
	leaves(t, .seq = 0, .len = 1460);
	leaves(t, .seq = 1460, .len = 1460);
	quiet(t); /* 1080 of window: less than a segment, than half the largest window */
	arrives(t, .ack = 2920, .wnd = 1000);
	quiet(t);
	after(t, 199);
	quiet(t);
	after(t, 1); /* the override timer */
	leaves(t, .seq = 2920, .len = 1000);
	script_end(t);
}
static void test_small_window_is_used_when_it_is_half_of_the_largest(void **state)
{
	struct script *t = script_start((struct setup){.wnd = 1000});
	(void)state;
	send_bytes(t, 5000, 1);
	leaves(t, .seq = 0, .len = 1000);
	arrives(t, .ack = 1000, .wnd = 600);
	leaves(t, .seq = 1000, .len = 600);
	script_end(t);
}
static void test_window_closes_with_what_is_not_consumed(void **state)
{
	struct script *t = script_start((struct setup){.rcv_wnd = 10000});
	(void)state;
	arrives(t, .seq = 0, .len = 2920);
	leaves(t, .ack = 2920, .wnd = 7080);
	t->refuse_bytes = 1;
	assert_int_equal(arrives(t, .seq = 2920, .len = 7080), TCP_IN_HELD);
	leaves(t, .ack = 10000, .zero_wnd = true);
	/* Beyond the window: answered, not taken. */
	arrives(t, .seq = 10000, .len = 100);
	leaves(t, .ack = 10000, .zero_wnd = true);
	assert_int_equal(tcp_consumed(t->e, 0, 5000, t->now), -EINVAL);
	assert_int_equal(tcp_consumed(t->e, 0, 1000, t->now), 0);
	script_pump(t);
	quiet(t); /* less than a segment: not worth an update */
	assert_int_equal(tcp_consumed(t->e, 0, 1920, t->now), 0);
	script_pump(t);
	leaves(t, .ack = 10000, .wnd = 2920);
	t->refuse_bytes = 0;
	tcp_offer(t->e, 0, t->now);
	assert_int_equal(t->indicated, 10000);
	assert_int_equal(t->released, 1);
	assert_int_equal(tcp_consumed(t->e, 0, 7080, t->now), 0);
	script_pump(t);
	leaves(t, .ack = 10000, .wnd = 10000);
	script_end(t);
}
static void test_posted_requests_fill_in_order(void **state)
{
	struct script *t = script_start((struct setup){0});
	(void)state;
	tcp_post(t->e, 0, 1, 1000, 0, true, t->now);
	tcp_post(t->e, 0, 2, 0, 0, false, t->now);
	tcp_post(t->e, 0, 3, 5000, 0, false, t->now);
	arrives(t, .seq = 0, .len = 1460);
	completed(t, 'r', 1, 1000, TCP_DONE_OK);
	completed(t, 'r', 2, 0, TCP_DONE_OK);
	nothing_completed(t);
	assert_int_equal(t->place_offset, 1000);
	arrives(t, .seq = 1460, .len = 100, .flags = "P");
	completed(t, 'r', 3, 560, TCP_DONE_OK);
	assert_int_equal(t->placed, 1560);
	script_end(t);
}
static void test_push_timer(void **state)
{
	struct script *t = script_start((struct setup){0});
	(void)state;
	tcp_post(t->e, 0, 1, 5000, 0, false, t->now);
	arrives(t, .seq = 0, .len = 100);
	after(t, 400);
	arrives(t, .seq = 100, .len = 100); /* restarts it: the contract's Q39 */
	after(t, 499);
	nothing_completed(t);
	after(t, 1);
	completed(t, 'r', 1, 200, TCP_DONE_OK);
	script_end(t);
}
static void test_refused_data_goes_to_the_next_request_first(void **state)
{
	struct script *t = script_start((struct setup){0});
	(void)state;
	t->refuse_bytes = 1;
	arrives(t, .seq = 0, .len = 500, .flags = "P");
	arrives(t, .seq = 500, .len = 500);
	tcp_post(t->e, 0, 1, 600, 0, false, t->now);
	completed(t, 'r', 1, 600, TCP_DONE_OK);
	tcp_post(t->e, 0, 2, 600, 0, true, t->now);
	nothing_completed(t);
	assert_int_equal(t->placed, 1000);
	assert_int_equal(t->released, 2);
	script_end(t);
}
static void test_full_ring_waits(void **state)
{
	struct script *t = script_start((struct setup){0});
	(void)state;
	t->ring_full = true;
	send_bytes(t, 2000, 1);
	arrives(t, .seq = 0, .len = 2920);
	quiet(t);
	t->ring_full = false;
	script_pump(t);
	leaves(t, .seq = 0, .len = 1460, .ack = 2920);
	leaves(t, .seq = 1460, .len = 540, .ack = 2920);
	quiet(t);
	script_end(t);
}
static void test_find(void **state)
{
	struct script *t = script_start((struct setup){0});
	uint8_t a[16] = {10, 0, 0, 1}, b[16] = {10, 0, 0, 2};
	struct tcp_state other = t->state;
	(void)state;
	assert_int_equal(tcp_find(t->e, false, b, a, 4000, 80), 0);
	assert_int_equal(tcp_find(t->e, false, b, a, 4001, 80), -ENOENT);
	assert_int_equal(tcp_find(t->e, true, b, a, 4000, 80), -ENOENT);
	assert_int_equal(tcp_load(t->e, 1, &other, t->now), -EEXIST);
	assert_int_equal(tcp_load(t->e, 0, &other, t->now), -EBUSY);
	other.c.remote_port = 4001;
	assert_int_equal(tcp_load(t->e, 1, &other, t->now), 0);
	assert_int_equal(tcp_find(t->e, false, b, a, 4001, 80), 1);
	assert_int_equal(tcp_unload(t->e, 0, &other, t->now), 0);
	assert_int_equal(tcp_find(t->e, false, b, a, 4000, 80), -ENOENT);
	assert_int_equal(tcp_find(t->e, false, b, a, 4001, 80), 1);
	script_end(t);
}
int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(test_bytes_in_are_acknowledged_every_second_segment),
	        cmocka_unit_test(test_delayed_ack_runs_out),
	        cmocka_unit_test(test_coalesced_segment_counts_as_many),
	        cmocka_unit_test(test_sends_are_cut_completed_and_pushed),
	        cmocka_unit_test(test_one_descriptor_covers_many_segments),
	        cmocka_unit_test(test_nagle_holds_the_second_small_one),
	        cmocka_unit_test(test_sender_avoids_silly_windows),
	        cmocka_unit_test(test_small_window_is_used_when_it_is_half_of_the_largest),
	        cmocka_unit_test(test_window_closes_with_what_is_not_consumed),
	        cmocka_unit_test(test_posted_requests_fill_in_order),
	        cmocka_unit_test(test_push_timer),
	        cmocka_unit_test(test_refused_data_goes_to_the_next_request_first),
	        cmocka_unit_test(test_full_ring_waits),
	        cmocka_unit_test(test_find),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
