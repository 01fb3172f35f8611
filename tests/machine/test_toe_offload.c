/* toe.sys: connections go down, move data, and come back: the driver, its card and the host stack's side as they are (offload.h). */
#include "offload.h"

static void test_one_connection_down_and_up(void **state)
{
	(void)state;
	offload_up("toe");
	connect_slot(0, false);
	lab_offload(0);
	lab_send(0, 10000);
	RUN_UNTIL(L.conn[0].acked == 10000);
	assert_int_equal(P.c[0].got, 10000);
	peer_send(0, 200000);
	RUN_UNTIL(L.conn[0].got == 200000 && P.c[0].acked == 200000);
	lab_upload(0);
	assert_int_equal(L.conn[0].s.state, TcpConnectionEstablished);
	assert_int_equal(L.conn[0].s.snd_una, 0xfffff000u + 10000);
	assert_int_equal(L.conn[0].s.rcv_nxt, 5000 + 200000);
	assert_int_equal(L.conn[0].wrong + P.c[0].wrong, 0);
	offload_end();
}

static void all_right(void)
{
	for (unsigned i = 0; i < SLOTS; i++)
		assert_int_equal(L.conn[i].wrong + P.c[i].wrong, 0);
}
/* Sent and not acknowledged: it comes up with how much of it was, goes down again with the state, and arrives once. */
static void test_upload_with_data_under_way(void **state)
{
	(void)state;
	offload_up("toe");
	connect_slot(3, true);
	lab_offload(3);
	lab_send(3, 3000);
	RUN_UNTIL(L.conn[3].acked == 3000);
	cable.cut = true;
	lab_send(3, 20000);
	lab_send(3, 30000);
	for (unsigned i = 0; i < 20; i++) {
		both_run();
		usleep(500);
	}
	lab_upload(3);
	assert_int_equal(L.conn[3].acked, 3000);
	assert_int_equal(L.conn[3].sends_out, 0);
	assert_true(L.conn[3].s.snd_max != L.conn[3].s.snd_una);
	cable.cut = false;
	lab_offload(3);
	RUN_UNTIL(P.c[3].got == 53000 && L.conn[3].acked == 53000);
	lab_upload(3);
	all_right();
	offload_end();
}
static void test_many_in_one_tree(void **state)
{
	(void)state;
	offload_up("toe");
	for (unsigned i = 0; i < 32; i++)
		connect_slot(i, i & 1);
	for (unsigned i = 0; i < 32; i++)
		lab_offload_more(i, i == 31);
	for (unsigned i = 0; i < 32; i++)
		RUN_UNTIL(L.conn[i].down);
	for (unsigned i = 0; i < 32; i++) {
		lab_send(i, 5000);
		peer_send(i, 30000);
	}
	for (unsigned i = 0; i < 32; i++)
		RUN_UNTIL(L.conn[i].acked == 5000 && L.conn[i].got == 30000);
	for (unsigned i = 0; i < 32; i++)
		lab_upload_begin(i);
	for (unsigned i = 0; i < 32; i++)
		RUN_UNTIL(L.conn[i].up && !L.conn[i].status);
	all_right();
	offload_end();
}
/* What the host does not take is kept, in order, and comes when it asks. */
static void test_refused_data(void **state)
{
	(void)state;
	offload_up("toe");
	connect_slot(0, false);
	lab_offload(0);
	L.hold = true;
	peer_send(0, 3u << 20);
	RUN_UNTIL(L.conn[0].got >= 300000);
	for (unsigned i = 0; i < 100; i++) {
		both_run();
		usleep(500);
	}
	assert_true(L.conn[0].got < 2u << 20);
	L.hold = false;
	lab_return_held();
	RUN_UNTIL(L.conn[0].got == 3u << 20);
	L.hold = true;
	peer_send(0, 3u << 20);
	RUN_UNTIL(L.conn[0].got >= (3u << 20) + 300000);
	lab_upload_begin(0);
	RUN_UNTIL(L.conn[0].up);
	assert_int_equal(L.conn[0].got, L.conn[0].s.rcv_nxt - 5000); /* all that was acknowledged has come up */
	lab_return_held();
	all_right();
	offload_end();
}
static void test_posted_receives(void **state)
{
	(void)state;
	offload_up("toe");
	connect_slot(0, false);
	lab_offload(0);
	for (unsigned i = 0; i < 8; i++)
		lab_receive(0, i & 1 ? 60000 : 5000, i == 3);
	peer_send(0, 100);
	RUN_UNTIL(L.conn[0].got == 100 && L.conn[0].receives == 1);
	peer_send(0, 300000);
	RUN_UNTIL(L.conn[0].got == 300100 && L.conn[0].receives == 8);
	lab_receive(0, 10000, false);
	lab_receive(0, 10000, false);
	lab_upload(0);
	assert_int_equal(L.conn[0].receives, 10);
	all_right();
	offload_end();
}
static void test_half_closed(void **state)
{
	(void)state;
	offload_up("toe");
	connect_slot(0, false);
	lab_offload(0);
	lab_send(0, 4000);
	lab_disconnect(0, TCP_DISCONNECT_GRACEFUL_CLOSE);
	RUN_UNTIL(P.c[0].fins == 1 && L.conn[0].disconnected == 1);
	assert_int_equal(L.conn[0].disconnect_status, 0);
	assert_int_equal(P.c[0].got, 4000);
	peer_send(0, 9000);
	RUN_UNTIL(L.conn[0].got == 9000);
	lab_upload(0);
	assert_int_equal(L.conn[0].s.state, TcpConnectionFinWait2);
	lab_offload(0);
	peer_send(0, 1000);
	assert_int_equal(tcp_disconnect(P.e, 0, 1, now_us()), 0);
	RUN_UNTIL(L.conn[0].got == 10000 && L.conn[0].disconnects == 1);
	lab_upload(0);
	all_right();
	offload_end();
}
static void test_reset_by_peer(void **state)
{
	(void)state;
	offload_up("toe");
	connect_slot(0, false);
	lab_offload(0);
	lab_send(0, 1000);
	RUN_UNTIL(L.conn[0].acked == 1000);
	assert_int_equal(tcp_abort(P.e, 0, 1, now_us()), 0);
	RUN_UNTIL(L.conn[0].aborts == 1);
	lab_upload(0);
	assert_int_equal(L.conn[0].s.state, TcpConnectionClosed);
	offload_end();
}
static void test_abort(void **state)
{
	(void)state;
	offload_up("toe");
	connect_slot(0, false);
	lab_offload(0);
	lab_disconnect(0, TCP_DISCONNECT_ABORTIVE_CLOSE);
	RUN_UNTIL(P.c[0].resets == 1 && L.conn[0].disconnected == 1);
	lab_upload(0);
	offload_end();
}
/* A change that needs them gone: pause, all come up, the change, resume; they go down again where it is still on. */
static void set_ip4(void *arg)
{
	volatile unsigned *to = arg;
	const unsigned value = *to;
	*to = SET_PARAMETERS(p.TcpConnectionIPv4 = (UCHAR)value) == NDIS_STATUS_SUCCESS ? 100 : 200;
}
static void change_ip4(unsigned value)
{
	volatile unsigned v = value;
	struct nt_thread *t = nt_thread_start("oid", set_ip4, (void *)&v);
	RUN_UNTIL(v >= 100);
	nt_thread_join(t);
	assert_int_equal(v, 100);
}
static void test_a_change_uploads_all(void **state)
{
	(void)state;
	offload_up("toe");
	for (unsigned i = 0; i < 4; i++) {
		connect_slot(i, i == 3);
		lab_offload(i);
		peer_send(i, 100000);
		lab_send(i, 50000);
	}
	look_offload();
	tcpip_set_on_pause(TCPIP_HOLD); /* else all may be up before the driver counts them, and it has nothing to ask for */
	change_ip4(NDIS_OFFLOAD_PARAMETERS_CONNECTION_OFFLOAD_DISABLED);
	for (unsigned i = 0; i < 4; i++) {
		RUN_UNTIL(L.conn[i].up);
		assert_int_equal(L.conn[i].status, 0);
	}
	assert_int_equal(CONN_CUR.SupportIPv4, NDIS_OFFLOAD_NOT_SUPPORTED);
	EXPECT(NDIS_STATUS_OFFLOAD_PAUSE, NDIS_STATUS_UPLOAD_ALL, NDIS_STATUS_TASK_OFFLOAD_CURRENT_CONFIG, NDIS_STATUS_OFFLOAD_RESUME);
	change_ip4(NDIS_OFFLOAD_PARAMETERS_CONNECTION_OFFLOAD_ENABLED);
	RUN_UNTIL(atomic_load(&L.c.shared->can) & CONN_CAN_IP4 && !(atomic_load(&L.c.shared->can) & CONN_CAN_PAUSED));
	for (unsigned i = 0; i < 4; i++) {
		lab_offload(i);
		RUN_UNTIL(L.conn[i].got == 100000 && L.conn[i].acked == 50000 && P.c[i].acked == 100000);
		lab_upload(i);
	}
	all_right();
	offload_end();
}
/* The card dies: the connections are named lost, nothing hangs, nothing leaks. */
static void test_the_card_dies(void **state)
{
	(void)state;
	offload_up("toe");
	connect_slot(0, false);
	lab_offload(0);
	cable.cut = true;
	lab_send(0, 5000);
	lab_receive(0, 5000, false);
	for (unsigned i = 0; i < 20; i++) {
		both_run();
		usleep(500);
	}
	firmware("fatal", "3");
	RUN_UNTIL(L.conn[0].aborts == 1);
	assert_int_equal(L.conn[0].reason, HardwareFailure);
	lab_upload_begin(0);
	RUN_UNTIL(L.conn[0].up);
	assert_true(L.conn[0].status != 0);
	assert_int_equal(L.conn[0].sends_out, 0);
	offload_end();
}
static void test_a_lossy_cable(void **state)
{
	(void)state;
	offload_up("toe");
	connect_slot(0, false);
	cable.lose = 50;
	for (unsigned round = 0; round < 20; round++) {
		lab_offload(0);
		lab_send(0, 20000);
		peer_send(0, 20000);
		for (unsigned i = 0; i < 10 + round * 3; i++) {
			both_run();
			usleep(200);
		}
		lab_upload(0);
	}
	cable.lose = 0;
	lab_offload(0);
	RUN_UNTIL(L.conn[0].got == 400000 && L.conn[0].acked == 400000);
	lab_upload(0);
	all_right();
	offload_end();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(test_one_connection_down_and_up),
	        cmocka_unit_test(test_upload_with_data_under_way),
	        cmocka_unit_test(test_many_in_one_tree),
	        cmocka_unit_test(test_refused_data),
	        cmocka_unit_test(test_posted_receives),
	        cmocka_unit_test(test_half_closed),
	        cmocka_unit_test(test_reset_by_peer),
	        cmocka_unit_test(test_abort),
	        cmocka_unit_test(test_a_change_uploads_all),
	        cmocka_unit_test(test_the_card_dies),
	        cmocka_unit_test(test_a_lossy_cable),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
