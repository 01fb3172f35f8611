/* Endings: every closing state of RFC 9293, both kinds of disconnect (the contract's 7.7), the timers of the end. */
#include "script.h"

static unsigned state_of(struct script *t)
{
	struct tcp_state st;
	assert_int_equal(tcp_query(t->e, 0, &st, t->now), 0);
	return st.d.state;
}
static void disconnect(struct script *t)
{
	assert_int_equal(tcp_disconnect(t->e, 0, 99, t->now), 0);
	script_pump(t);
}
static void test_we_close_first(void **state)
{
	struct script *t = script_start((struct setup){0});
	(void)state;
	send_bytes(t, 100, 1);
	leaves(t, .seq = 0, .len = 100);
	disconnect(t);
	leaves(t, .seq = 100, .flags = "F"); /* does not wait for the data's ACK */
	assert_int_equal(state_of(t), TCP_FIN_WAIT_1);
	assert_int_equal(tcp_disconnect(t->e, 0, 98, t->now), -EALREADY);
	assert_int_equal(tcp_send(t->e, 0, &(struct tcp_range){1, 0, 1}, 1, 2, t->now), -EPIPE);
	arrives(t, .ack = 100);
	completed(t, 's', 1, 100, TCP_DONE_OK);
	nothing_completed(t);
	arrives(t, .ack = 101);
	completed(t, 'd', 99, 0, TCP_DONE_OK);
	assert_int_equal(state_of(t), TCP_FIN_WAIT_2);
	/* The other half still works. */
	arrives(t, .ack = 101, .len = 2920);
	leaves(t, .seq = 101, .ack = 2920);
	assert_int_equal(t->indicated, 2920);
	tcp_consumed(t->e, 0, 2920, t->now);
	arrives(t, .seq = 2920, .ack = 101, .flags = "F");
	leaves(t, .seq = 101, .ack = 2921);
	assert_int_equal(state_of(t), TCP_TIME_WAIT);
	event(t, TCP_EV_UPLOAD, TCP_WHY_REQUESTED);
	event(t, TCP_EV_DISCONNECT, 0);
	after(t, 59000);
	arrives(t, .seq = 2920, .ack = 101, .flags = "F"); /* our ACK was lost */
	leaves(t, .seq = 101, .ack = 2921);
	after(t, 59000);
	assert_int_equal(state_of(t), TCP_TIME_WAIT);
	assert_int_equal(arrives(t, .seq = 5000, .flags = "S"), TCP_IN_PASS); /* a new incarnation is the host's to judge */
	after(t, 1000);
	assert_int_equal(state_of(t), TCP_CLOSED);
	quiet(t);
	script_end(t);
}
static void test_fin_rides_on_the_last_data(void **state)
{
	struct script *t = script_start((struct setup){.burst = 61440, .nagle = true, .cwnd = 3 * 1460});
	(void)state;
	send_bytes(t, 5000, 1);
	leaves(t, .seq = 0, .len = 4380);
	disconnect(t);
	quiet(t);
	arrives(t, .ack = 4380);
	leaves(t, .seq = 4380, .len = 620, .flags = "FP");
	arrives(t, .ack = 5001);
	completed(t, 's', 1, 5000, TCP_DONE_OK);
	completed(t, 'd', 99, 0, TCP_DONE_OK);
	script_end(t);
}
static void test_fin_is_retransmitted(void **state)
{
	struct script *t = script_start((struct setup){0});
	(void)state;
	send_bytes(t, 100, 1);
	disconnect(t);
	drop_outs(t);
	after(t, 200);
	leaves(t, .seq = 0, .len = 100, .flags = "FP", .retransmit = true);
	arrives(t, .ack = 100);
	after(t, 1000);
	leaves(t, .seq = 100, .flags = "F", .retransmit = true);
	script_end(t);
}
static void test_peer_closes_first(void **state)
{
	struct script *t = script_start((struct setup){0});
	(void)state;
	tcp_post(t->e, 0, 1, 1000, 0, true, t->now);
	tcp_post(t->e, 0, 2, 1000, 0, true, t->now);
	arrives(t, .len = 10, .flags = "F");
	leaves(t, .ack = 11);
	completed(t, 'r', 1, 10, TCP_DONE_OK); /* the contract's Q27 */
	completed(t, 'r', 2, 0, TCP_DONE_OK);
	event(t, TCP_EV_DISCONNECT, 0);
	assert_int_equal(state_of(t), TCP_CLOSE_WAIT);
	tcp_post(t->e, 0, 3, 1000, 0, false, t->now);
	completed(t, 'r', 3, 0, TCP_DONE_INVALID);
	send_bytes(t, 100, 4); /* half closed */
	leaves(t, .seq = 0, .len = 100, .ack = 11);
	disconnect(t);
	leaves(t, .seq = 100, .ack = 11, .flags = "F");
	assert_int_equal(state_of(t), TCP_LAST_ACK);
	arrives(t, .seq = 11, .ack = 101);
	completed(t, 's', 4, 100, TCP_DONE_OK);
	completed(t, 'd', 99, 0, TCP_DONE_OK);
	assert_int_equal(state_of(t), TCP_CLOSED);
	after(t, 200000);
	quiet(t);
	no_event(t);
	script_end(t);
}
static void test_both_close_at_once(void **state)
{
	struct script *t = script_start((struct setup){0});
	(void)state;
	disconnect(t);
	leaves(t, .seq = 0, .flags = "F");
	arrives(t, .seq = 0, .flags = "F");
	leaves(t, .seq = 1, .ack = 1);
	assert_int_equal(state_of(t), TCP_CLOSING);
	arrives(t, .seq = 1, .ack = 1);
	assert_int_equal(state_of(t), TCP_TIME_WAIT);
	completed(t, 'd', 99, 0, TCP_DONE_OK);
	script_end(t);
}
static void test_end_of_stream_waits_for_consumption(void **state)
{
	struct script *t = script_start((struct setup){0});
	(void)state;
	t->refuse_bytes = 1;
	arrives(t, .len = 100);
	arrives(t, .seq = 100, .flags = "F");
	no_event(t);
	t->refuse_bytes = 0;
	tcp_offer(t->e, 0, t->now);
	no_event(t);
	tcp_consumed(t->e, 0, 100, t->now);
	event(t, TCP_EV_DISCONNECT, 0);
	script_end(t);
}
static void test_early_fin_waits_for_the_hole(void **state)
{
	struct script *t = script_start((struct setup){.sack = true});
	(void)state;
	arrives(t, .seq = 100, .len = 50, .flags = "F");
	leaves(t, .ack = 0, .sack = {{100, 150}});
	assert_int_equal(state_of(t), TCP_ESTABLISHED);
	arrives(t, .seq = 0, .len = 100);
	leaves(t, .ack = 151);
	assert_int_equal(state_of(t), TCP_CLOSE_WAIT);
	assert_int_equal(arrives(t, .seq = 151, .len = 10), TCP_IN_DONE); /* nothing comes after the end */
	assert_int_equal(t->indicated, 150);
	script_end(t);
}
static void test_fin_wait_2_ends(void **state)
{
	struct script *t = script_start((struct setup){0});
	(void)state;
	disconnect(t);
	drop_outs(t);
	arrives(t, .ack = 1);
	after(t, 119000);
	arrives(t, .ack = 1, .len = 5); /* any acceptable segment starts it again */
	after(t, 119999);
	assert_int_equal(state_of(t), TCP_FIN_WAIT_2);
	no_event(t);
	after(t, 1);
	assert_int_equal(state_of(t), TCP_CLOSED);
	event(t, TCP_EV_UPLOAD, TCP_WHY_TIMEOUT);
	script_end(t);
}
static void test_abort(void **state)
{
	struct script *t = script_start((struct setup){0});
	(void)state;
	send_bytes(t, 3000, 1);
	drop_outs(t);
	arrives(t, .ack = 500);
	t->refuse_bytes = 1;
	arrives(t, .ack = 500, .len = 100);
	tcp_disconnect(t->e, 0, 2, t->now);
	script_pump(t);
	drop_outs(t);
	assert_int_equal(tcp_abort(t->e, 0, 3, t->now), 0);
	leaves(t, .seq = 3001, .ack = 100, .flags = "R");
	completed(t, 's', 1, 500, TCP_DONE_ABORTED);
	completed(t, 'd', 2, 0, TCP_DONE_ABORTED); /* the contract's Q40 */
	completed(t, 'd', 3, 0, TCP_DONE_OK);
	assert_int_equal(t->released, 1);
	assert_int_equal(state_of(t), TCP_CLOSED);
	after(t, 100000);
	quiet(t);
	script_end(t);
}
static void test_abort_waits_for_the_ring(void **state)
{
	struct script *t = script_start((struct setup){0});
	(void)state;
	t->ring_full = true;
	assert_int_equal(tcp_abort(t->e, 0, 3, t->now), -EAGAIN);
	nothing_completed(t);
	t->ring_full = false;
	assert_int_equal(tcp_abort(t->e, 0, 3, t->now), 0);
	leaves(t, .seq = 0, .any_ack = true, .flags = "R");
	script_end(t);
}
int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(test_we_close_first),
	        cmocka_unit_test(test_fin_rides_on_the_last_data),
	        cmocka_unit_test(test_fin_is_retransmitted),
	        cmocka_unit_test(test_peer_closes_first),
	        cmocka_unit_test(test_both_close_at_once),
	        cmocka_unit_test(test_end_of_stream_waits_for_consumption),
	        cmocka_unit_test(test_early_fin_waits_for_the_hole),
	        cmocka_unit_test(test_fin_wait_2_ends),
	        cmocka_unit_test(test_abort),
	        cmocka_unit_test(test_abort_waits_for_the_ring),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
