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

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(test_one_connection_down_and_up),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
