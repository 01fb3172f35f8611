/*
 * toe.sys: the connection offload entry points on a card that has no queue for connections (this one moves no packets): whatever tree comes
 * is answered once, from another context, with a status in every block (contract 6.0, 6.1.3). The trees are given to the registered
 * handlers directly, so each completion shows as NDIS's finding that no such operation is under way: the tests count those. What a card
 * with connections does is in test_toe_offload.c.
 */
#include "toe.h"
#include "ndis/ndis_internal.h"
#include "nt/core.h"

#define BLOCK NDIS_MINIPORT_OFFLOAD_BLOCK_LIST
static BLOCK block[8];
static PVOID cell[8];
static NET_BUFFER_LIST some_nbl;

static BLOCK *make(unsigned i, unsigned type, bool placeholder)
{
	memset(&block[i], 0, sizeof block[i]);
	block[i].Header.Type = (UCHAR)type;
	block[i].Header.Revision = 1;
	block[i].Header.Size = sizeof block[i];
	block[i].Status = 0x12345678;
	block[i].MiniportOffloadContext = placeholder ? NULL : &cell[i];
	block[i].ProtocolReserved[0] = block[i].ImReserved[1] = (PVOID)0x77;
	block[i].SourceHandle = (PVOID)0x88;
	cell[i] = NULL;
	return &block[i];
}

/* N0 -> P1 -> { T2, T3 }, P1 -> next P4 -> T5; N0 -> next N6 */
static BLOCK *tree(bool placeholder_root)
{
	make(0, NeighborOffloadState, placeholder_root)->DependentBlockList = make(1, Ip4OffloadState, placeholder_root);
	block[1].DependentBlockList = make(2, TcpOffloadState, false);
	block[2].NextBlock = make(3, TcpOffloadState, false);
	block[1].NextBlock = make(4, Ip6OffloadState, false);
	block[4].DependentBlockList = make(5, TcpOffloadState, false);
	block[0].NextBlock = make(6, NeighborOffloadState, false);
	return &block[0];
}

static struct ndis_driver *driver(void)
{
	return T.adapter->driver;
}
#define CALL(handler, root)                                                                                                                \
	do {                                                                                                                               \
		nt_callback_begin(#handler, 0);                                                                                            \
		driver()->chimney_generic.handler(T.adapter->context, root);                                                               \
		nt_callback_end();                                                                                                         \
	} while (0)
/* Exactly one completion, of that function. */
static void completed(const char *function)
{
	WAIT_UNTIL(nt_finding_count() >= 1);
	sleep_ms(20);
	assert_int_equal(nt_finding_count(), 1);
	assert_non_null(strstr(nt_finding_last(), function));
	nt_finding_reset();
}
static void untouched(void)
{
	for (unsigned i = 0; i < 7; i++) {
		assert_ptr_equal(block[i].ProtocolReserved[0], (PVOID)0x77);
		assert_ptr_equal(block[i].ImReserved[1], (PVOID)0x77);
		assert_ptr_equal(block[i].SourceHandle, (PVOID)0x88);
		assert_null(cell[i]);
	}
}

static void test_both_handler_sets_are_registered(void **state)
{
	(void)state;
	toe_up("toe,queues=0");
	assert_true(driver()->has_chimney_generic);
	assert_true(driver()->has_chimney_tcp);
	toe_end();
}

static void test_initiate(void **state)
{
	(void)state;
	toe_up("toe,queues=0");
	CALL(InitiateOffloadHandler, tree(false));
	completed("NdisMInitiateOffloadComplete");
	/* the layer has no room; what hangs from it was not tried */
	assert_int_equal(block[0].Status, NDIS_STATUS_OFFLOAD_NEIGHBOR_ENTRIES);
	for (unsigned i = 1; i <= 5; i++)
		assert_int_equal(block[i].Status, NDIS_STATUS_FAILURE);
	assert_int_equal(block[6].Status, NDIS_STATUS_OFFLOAD_NEIGHBOR_ENTRIES);
	untouched();
	/* placeholders succeed, and what is below them is tried */
	CALL(InitiateOffloadHandler, tree(true));
	completed("NdisMInitiateOffloadComplete");
	assert_int_equal(block[0].Status, NDIS_STATUS_SUCCESS);
	assert_int_equal(block[1].Status, NDIS_STATUS_SUCCESS);
	assert_int_equal(block[2].Status, NDIS_STATUS_OFFLOAD_TCP_ENTRIES);
	assert_int_equal(block[3].Status, NDIS_STATUS_OFFLOAD_TCP_ENTRIES);
	assert_int_equal(block[4].Status, NDIS_STATUS_OFFLOAD_PATH_ENTRIES);
	assert_int_equal(block[5].Status, NDIS_STATUS_FAILURE);
	untouched();
	toe_end();
}

static void test_the_others_succeed_on_placeholders_only(void **state)
{
	(void)state;
	toe_up("toe,queues=0");
#define ONE(handler, function)                                                                                                             \
	do {                                                                                                                               \
		tree(true);                                                                                                                \
		block[2].NetBufferListChain = &some_nbl;                                                                                   \
		CALL(handler, &block[0]);                                                                                                  \
		completed(function);                                                                                                       \
		assert_int_equal(block[0].Status, NDIS_STATUS_SUCCESS);                                                                    \
		assert_int_equal(block[1].Status, NDIS_STATUS_SUCCESS);                                                                    \
		for (unsigned i = 2; i <= 6; i++)                                                                                          \
			assert_int_equal(block[i].Status, NDIS_STATUS_FAILURE);                                                            \
		untouched();                                                                                                               \
	} while (0)
	ONE(QueryOffloadHandler, "NdisMQueryOffloadStateComplete");
	ONE(UpdateOffloadHandler, "NdisMUpdateOffloadComplete");
	ONE(InvalidateOffloadHandler, "NdisMInvalidateOffloadComplete");
	ONE(TerminateOffloadHandler, "NdisMTerminateOffloadComplete");
	assert_null(block[2].NetBufferListChain); /* no send data handed back */
#undef ONE
	toe_end();
}

/* While offloading is paused an initiate waits, other operations do not; it is answered at the resume (contract section 9). */
static void set_in_thread(void *arg)
{
	*(volatile bool *)arg = SET_PARAMETERS(p.TcpConnectionIPv6 = 1) == NDIS_STATUS_SUCCESS;
}
static void test_an_initiate_waits_while_paused(void **state)
{
	volatile bool done = false;
	BLOCK other;
	(void)state;
	toe_up("toe,queues=0");
	firmware("admin", "hold");
	struct nt_thread *t = nt_thread_start("oid", set_in_thread, (void *)&done);
	sleep_ms(50); /* paused, and the firmware keeps the change from going on */
	CALL(InitiateOffloadHandler, tree(false));
	sleep_ms(50);
	assert_int_equal(nt_finding_count(), 0);
	assert_int_equal(block[0].Status, 0x12345678);
	other = *make(7, TcpOffloadDelegatedState, false);
	CALL(TerminateOffloadHandler, &other);
	completed("NdisMTerminateOffloadComplete");
	firmware("admin", "go");
	completed("NdisMInitiateOffloadComplete");
	assert_int_equal(block[0].Status, NDIS_STATUS_OFFLOAD_NEIGHBOR_ENTRIES);
	WAIT_UNTIL(done);
	nt_thread_join(t);
	toe_end();
}

/* A tree that is still queued when the adapter halts is answered before it is gone. */
static void test_halt_answers_what_is_queued(void **state)
{
	(void)state;
	toe_up("toe,queues=0");
	CALL(InitiateOffloadHandler, tree(false));
	toe_remove(false);
	assert_int_equal(nt_finding_count(), 1);
	nt_finding_reset();
	assert_int_equal(block[0].Status, NDIS_STATUS_OFFLOAD_NEIGHBOR_ENTRIES);
	toe_end();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(test_both_handler_sets_are_registered),
	        cmocka_unit_test(test_initiate),
	        cmocka_unit_test(test_the_others_succeed_on_placeholders_only),
	        cmocka_unit_test(test_an_initiate_waits_while_paused),
	        cmocka_unit_test(test_halt_answers_what_is_queued),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
