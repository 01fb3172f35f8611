/* Sends and receives between a protocol of the test and io_mini.sys, who holds each NBL, scatter/gather, timers and work items of a real
 * driver. */
#include "io_protocol.h"

static void sends(void **state)
{
	(void)state;
	const LONG sent = MINI(LONG, mini_sent);
	NET_BUFFER_LIST *first = NULL, **tail = &first;
	MDL *mdls[8];
	for (unsigned i = 0; i < 8; i++) {
		*tail = packet();
		mdls[i] = NET_BUFFER_FIRST_MDL(NET_BUFFER_LIST_FIRST_NB(*tail));
		tail = &(*tail)->Next;
	}
	frame[4] = 7;
	const LONG sum = MINI(LONG, mini_send_sum);
	NdisSendNetBufferLists(binding, first, 0, 0);
	assert_int_equal(MINI(LONG, mini_sent), sent + 8);
	assert_int_equal(MINI(LONG, mini_send_sum), sum + 8 * 7); /* the driver read the data, mapped or not */
	assert_int_equal(MINI(LONG, mini_sent_unmapped), 2);      /* every fourth comes down unmapped */
	assert_int_equal(completed, 0);
	/* the sender frees what is still with the miniport */
	unsigned findings = nt_finding_count();
	NdisFreeNetBufferList(first);
	assert_int_equal(nt_finding_count(), findings + 1);
	assert_non_null(strstr(nt_finding_last(), "still with the miniport"));
	/* and sends it again */
	NET_BUFFER_LIST *next = first->Next;
	first->Next = NULL;
	NdisSendNetBufferLists(binding, first, 0, 0);
	first->Next = next;
	assert_int_equal(nt_finding_count(), findings + 2);
	AT_DISPATCH(MINI_CALL(mini_complete_sends, void, LONG)(NDIS_STATUS_SUCCESS));
	assert_int_equal(completed, 8);
	assert_int_equal(last_send_status, NDIS_STATUS_SUCCESS);
	for (unsigned i = 0; i < 8; i++) { /* as they were */
		assert_true(mdls[i]->MdlFlags & MDL_SOURCE_IS_NONPAGED_POOL);
		assert_ptr_equal(mdls[i]->MappedSystemVa, frame);
		NdisFreeMdl(mdls[i]);
	}
	findings = nt_finding_count();
	NET_BUFFER_LIST *one = packet();
	MDL *m = NET_BUFFER_FIRST_MDL(NET_BUFFER_LIST_FIRST_NB(one));
	MINI_CALL(mini_complete_again, void, NET_BUFFER_LIST *)(one); /* never sent */
	assert_int_equal(nt_finding_count(), findings + 1);
	assert_non_null(strstr(nt_finding_last(), "NdisMSendNetBufferListsComplete"));
	NdisFreeNetBufferList(one);
	NdisFreeMdl(m);
}

static void sends_and_pause(void **state)
{
	(void)state;
	struct err e = {0};
	completed = 0;
	NET_BUFFER_LIST *one = packet();
	MDL *m = NET_BUFFER_FIRST_MDL(NET_BUFFER_LIST_FIRST_NB(one));
	NdisSendNetBufferLists(binding, one, 0, 0);
	assert_int_equal(completed, 0);
	assert_int_equal(ndis_adapter_pause(mini.adapter, &e), 0);
	assert_int_equal(completed, 1);
	assert_int_equal(last_send_status, NDIS_STATUS_PAUSED);
	NdisFreeMdl(m);
	/* paused: NDIS completes it itself */
	const LONG sent = MINI(LONG, mini_sent);
	one = packet();
	m = NET_BUFFER_FIRST_MDL(NET_BUFFER_LIST_FIRST_NB(one));
	NdisSendNetBufferLists(binding, one, 0, 0);
	assert_int_equal(completed, 2);
	assert_int_equal(last_send_status, NDIS_STATUS_PAUSED);
	assert_int_equal(MINI(LONG, mini_sent), sent);
	NdisFreeMdl(m);
	assert_int_equal(ndis_adapter_restart(mini.adapter, &e), 0);
	one = packet();
	m = NET_BUFFER_FIRST_MDL(NET_BUFFER_LIST_FIRST_NB(one));
	NdisSendNetBufferLists(binding, one, 0, 0);
	NdisCancelSendNetBufferLists(binding, NULL);
	assert_int_equal(completed, 3);
	assert_int_equal(last_send_status, NDIS_STATUS_SEND_ABORTED);
	NdisFreeMdl(m);
}

static void receives(void **state)
{
	(void)state;
	LONG returned = MINI(LONG, mini_returned);
	set_filter(0);
	assert_int_equal(MINI_CALL(mini_indicate, ULONG, ULONG, ULONG)(3, 0), 3);
	assert_int_equal(received, 0); /* nobody wants them: back at once */
	assert_int_equal(MINI(LONG, mini_returned), returned + 3);
	set_filter(NDIS_PACKET_TYPE_DIRECTED | NDIS_PACKET_TYPE_BROADCAST);
	MINI_CALL(mini_indicate, ULONG, ULONG, ULONG)(2, 0);
	assert_int_equal(received, 2);
	assert_int_equal(last_count, 2);
	assert_int_equal(MINI(LONG, mini_returned), returned + 5);
	AT_DISPATCH(MINI_CALL(mini_indicate, ULONG, ULONG, ULONG)(4, 1));
	assert_int_equal(received_resources, 4);
	assert_int_equal(MINI(LONG, mini_returned), returned + 5);
	keep = true;
	MINI_CALL(mini_indicate, ULONG, ULONG, ULONG)(2, 0);
	assert_int_equal(MINI(LONG, mini_returned), returned + 5);
	unsigned findings = nt_finding_count();
	*kept_tail = NULL;
	NdisReturnNetBufferLists(binding, kept, 0);
	assert_int_equal(MINI(LONG, mini_returned), returned + 7);
	NdisReturnNetBufferLists(binding, kept, 0); /* twice */
	assert_int_equal(nt_finding_count(), findings + 1);
	assert_int_equal(MINI(LONG, mini_returned), returned + 7);
	keep = false;
}

static void scatter_gather(void **state)
{
	(void)state;
	NET_BUFFER_LIST *one = packet();
	MDL *m = NET_BUFFER_FIRST_MDL(NET_BUFFER_LIST_FIRST_NB(one));
	NdisSendNetBufferLists(binding, one, 0, 0);
	assert_int_equal(MINI_CALL(mini_map_held, LONG, ULONG)(1), NDIS_STATUS_SUCCESS);
	assert_int_equal(MINI(LONG, mini_sg_elements), 1);
	assert_int_equal(MINI(ULONG64, mini_sg_address),
	                 nt_phys(frame)); /* from the beginning of the MDL: CurrentMdlOffset is the driver's to skip */
	MINI_CALL(mini_unmap_held, void, void)();
	MINI_CALL(mini_complete_sends, void, LONG)(NDIS_STATUS_SUCCESS);
	NdisFreeMdl(m);
}

static void timers_and_work(void **state)
{
	(void)state;
	NDIS_HANDLE once = MINI_CALL(mini_timer_start, NDIS_HANDLE, LONG, LONG)(1, 0);
	WAIT_UNTIL(MINI(LONG, mini_timer_fired) == 1);
	MINI_CALL(mini_timer_stop, void, NDIS_HANDLE)(once);
	NDIS_HANDLE often = MINI_CALL(mini_timer_start, NDIS_HANDLE, LONG, LONG)(1, 1);
	WAIT_UNTIL(MINI(LONG, mini_timer_fired) >= 4);
	MINI_CALL(mini_timer_stop, void, NDIS_HANDLE)(often);
	const LONG fired = MINI(LONG, mini_timer_fired);
	sleep_ms(10);
	assert_int_equal(MINI(LONG, mini_timer_fired), fired);
	MINI_CALL(mini_work, void, void)();
	WAIT_UNTIL(MINI(LONG, mini_work_ran) == 1);
	unsigned findings = nt_finding_count();
	NdisCancelTimerObject(often); /* stale */
	assert_int_equal(nt_finding_count(), findings + 1);
}

/* An adapter without 64-bit DMA: what the device gets is a bounce buffer below 4 GiB. */
static void bounce(void **state)
{
	(void)state;
	mini_stop(false);
	MINI(ULONG, mini_wide_dma) = 0;
	mini_start();
	for (unsigned to_device = 0; to_device < 2; to_device++) {
		memset(frame, 0x33, 100);
		NET_BUFFER_LIST *one = packet();
		MDL *m = NET_BUFFER_FIRST_MDL(NET_BUFFER_LIST_FIRST_NB(one));
		NdisSendNetBufferLists(binding, one, 0, 0);
		assert_int_equal(MINI_CALL(mini_map_held, LONG, ULONG)(to_device), NDIS_STATUS_SUCCESS);
		const ULONG64 at = MINI(ULONG64, mini_sg_address);
		assert_true(at >= RAM_LOW_BASE && at < RAM_LOW_BASE + RAM_LOW_SIZE);
		const struct ram_header *h = (const struct ram_header *)NT_RAM_BASE;
		UCHAR *p = (UCHAR *)NT_RAM_BASE + h->low + (at - RAM_LOW_BASE);
		if (to_device)
			assert_int_equal(p[63], 0x33);
		p[63] = 0x44;
		MINI_CALL(mini_unmap_held, void, void)();
		assert_int_equal(frame[63], to_device ? 0x33 : 0x44);
		MINI_CALL(mini_complete_sends, void, LONG)(NDIS_STATUS_SUCCESS);
		NdisFreeMdl(m);
	}
}

/* ---- poll objects (NDIS 6.85): progress is polled for, then the interrupt is armed; a request during a poll is not lost */
static NDIS_POLL_HANDLE poll_handle;
static unsigned polls, armed, to_indicate;
static KIRQL poll_irql;
static NDIS_HANDLE poll_pool;
static MDL *poll_mdl;
static bool ask_again;

static void NTAPI poll(void *context, NDIS_POLL_DATA *d)
{
	NET_BUFFER_LIST **tail = &d->Receive.IndicatedNblChain;
	polls++;
	poll_irql = nt_irql();
	while (to_indicate && d->Receive.NumberOfIndicatedNbls < d->Receive.MaxNblsToIndicate) {
		NET_BUFFER_LIST *nbl = NdisAllocateNetBufferAndNetBufferList(poll_pool, 0, 0, poll_mdl, 0, 60);
		nbl->SourceHandle = mini.adapter;
		*tail = nbl;
		tail = &nbl->Next;
		d->Receive.NumberOfIndicatedNbls++;
		to_indicate--;
	}
	if (ask_again && !to_indicate) {
		ask_again = false;
		NdisRequestPoll(poll_handle, NULL);
	}
}
static void NTAPI notify(void *context, NDIS_POLL_NOTIFICATION *n)
{
	armed += n->Enabled;
}

static void poll_mode(void **state)
{
	(void)state;
	NET_BUFFER_LIST_POOL_PARAMETERS p = {.Header = {NDIS_OBJECT_TYPE_DEFAULT, NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1,
	                                                NDIS_SIZEOF_NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1},
	                                     .fAllocateNetBuffer = TRUE};
	const NDIS_POLL_CHARACTERISTICS c = {.Header = {NDIS_OBJECT_TYPE_DEFAULT, NDIS_POLL_CHARACTERISTICS_REVISION_1,
	                                                NDIS_SIZEOF_NDIS_POLL_CHARACTERISTICS_REVISION_1},
	                                     .SetPollNotificationHandler = notify,
	                                     .PollHandler = poll};
	const PROCESSOR_NUMBER one = {.Number = 1};
	poll_pool = NdisAllocateNetBufferListPool(protocol, &p);
	poll_mdl = NdisAllocateMdl(NULL, frame, 64);
	assert_int_equal(NdisRegisterPoll(mini.adapter, NULL, &c, &poll_handle), NDIS_STATUS_SUCCESS);
	NdisSetPollAffinity(poll_handle, &one);
	received = 0;
	to_indicate = 200; /* 64, 64, 64, 8, and one that finds nothing */
	NdisRequestPoll(poll_handle, NULL);
	WAIT_UNTIL(armed == 1);
	assert_int_equal(received, 200);
	assert_int_equal(polls, 5);
	assert_int_equal(poll_irql, DISPATCH_LEVEL);
	polls = 0;
	ask_again = true; /* from within NdisPoll */
	NdisRequestPoll(poll_handle, NULL);
	WAIT_UNTIL(armed == 2);
	assert_int_equal(polls, 2);
	NdisDeregisterPoll(poll_handle);
	unsigned findings = nt_finding_count();
	NdisRequestPoll(poll_handle, NULL); /* stale */
	assert_int_equal(nt_finding_count(), findings + 1);
	NdisFreeMdl(poll_mdl);
	NdisFreeNetBufferListPool(poll_pool);
	assert_int_equal(nt_finding_count(), findings + 1);
}

static void leaks_nothing(void **state)
{
	(void)state;
	unsigned findings = nt_finding_count();
	mini_stop(false);
	mini_unload();
	assert_int_equal(nt_finding_count(), findings);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(sends),          cmocka_unit_test(sends_and_pause), cmocka_unit_test(receives),
	        cmocka_unit_test(scatter_gather), cmocka_unit_test(poll_mode),       cmocka_unit_test(timers_and_work),
	        cmocka_unit_test(bounce),         cmocka_unit_test(leaks_nothing),
	};
	return cmocka_run_group_tests(tests, up, down);
}
