/* The connection table: states, counts, an upload that meets an initiate under way. */
#define IO_HARNESS_TCPIP 1
#include "ndis/io_harness.h"
#include "tcpip/stack.h"

static struct conn *terminated[8];
static unsigned terminated_n;
static void terminate(struct conn *c)
{
	terminated[terminated_n++] = c;
}

static void states(void **state)
{
	(void)state;
	struct conn_table t;
	struct conn a = {0}, b = {0}, c = {0};
	conn_table_init(&t);
	t.terminate = terminate;
	terminated_n = 0;
	assert_int_equal(conn_upload_all(&t), 0);
	conn_begin(&t, &a);
	conn_begin(&t, &b);
	conn_begin(&t, &c);
	assert_int_equal(conn_offloaded(&t), 3);
	conn_initiated(&a, NDIS_STATUS_SUCCESS);
	conn_initiated(&c, NDIS_STATUS_RESOURCES);
	assert_int_equal(a.state, CONN_OFFLOADED);
	assert_int_equal(c.state, CONN_IN_HOST);
	assert_int_equal(conn_offloaded(&t), 2);
	/* b's initiate is under way: it cannot be terminated now, and must be as soon as it is complete */
	assert_int_equal(conn_upload_all(&t), 2);
	assert_int_equal(terminated_n, 1);
	assert_ptr_equal(terminated[0], &a);
	assert_int_equal(a.state, CONN_UPLOADING);
	assert_int_equal(b.state, CONN_OFFLOADING);
	assert_int_equal(conn_upload_all(&t), 0); /* once per connection */
	conn_initiated(&b, NDIS_STATUS_SUCCESS);
	assert_int_equal(terminated_n, 2);
	assert_int_equal(b.state, CONN_UPLOADING);
	conn_uploaded(&a);
	conn_uploaded(&b);
	assert_int_equal(conn_offloaded(&t), 0);
	assert_int_equal(t.count[CONN_IN_HOST], 3);
	/* again: the old wish is forgotten */
	conn_begin(&t, &b);
	conn_initiated(&b, NDIS_STATUS_SUCCESS);
	assert_int_equal(b.state, CONN_OFFLOADED);
	conn_forget(&a);
	conn_forget(&b);
	conn_forget(&c);
	for (unsigned i = 0; i < CONN_STATES; i++)
		assert_int_equal(t.count[i], 0);
}

static int up(void **state)
{
	(void)state;
	machine_up(nt_test_config(), NULL);
	return 0;
}
static int down(void **state)
{
	(void)state;
	machine_down(false);
	return 0;
}
int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(states)};
	return cmocka_run_group_tests(tests, up, down);
}
