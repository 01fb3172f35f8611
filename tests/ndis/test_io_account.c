/*
 * The account of NBLs: each thing that a miniport can do wrong with one is a finding that names it, and harms nobody. What io_mini.sys
 * would do wrong the test does in its name, with its adapter handle.
 */
#include "io_protocol.h"
#include "ndis/ndis_internal.h"

static unsigned before;
static void expect(const char *words)
{
	if (nt_finding_count() != before + 1 || !strstr(nt_finding_last(), words))
		fail_msg("%u findings, the last is \"%s\"; \"%s\" was expected", nt_finding_count() - before, nt_finding_last(), words);
	before++;
}
static int setup(void **state)
{
	(void)state;
	set_filter(NDIS_PACKET_TYPE_DIRECTED);
	before = nt_finding_count();
	completed = 0;
	return 0;
}
static NDIS_HANDLE handle(void)
{
	return MINI(NDIS_HANDLE, mini_adapter);
}

/* One NBL that the driver has; io_mini.sys has forgotten it again (mini_loop 3). */
static MDL *mdl;
static NET_BUFFER_LIST *sent(void)
{
	NET_BUFFER_LIST *nbl = packet();
	mdl = NET_BUFFER_FIRST_MDL(NET_BUFFER_LIST_FIRST_NB(nbl));
	MINI(ULONG, mini_loop) = 3;
	NdisSendNetBufferLists(binding, nbl, 0, 0);
	MINI(ULONG, mini_loop) = 0;
	return nbl;
}
static void complete(NET_BUFFER_LIST *nbl)
{
	const unsigned had = completed;
	NdisMSendNetBufferListsComplete(handle(), nbl, 0);
	assert_int_equal(completed, had + 1);
	NdisFreeMdl(mdl);
}

static void completed_twice(void **state)
{
	NET_BUFFER_LIST *nbl = sent();
	(void)state;
	complete(nbl); /* the sender freed it */
	NdisMSendNetBufferListsComplete(handle(), nbl, 0);
	expect("was freed before: completed twice?");
	assert_int_equal(completed, 1);
}

static void wrong_status(void **state)
{
	NET_BUFFER_LIST *nbl = sent();
	(void)state;
	nbl->Status = NDIS_STATUS_PENDING;
	complete(nbl);
	expect("completed with NDIS_STATUS_PENDING");
	assert_int_equal(last_send_status, NDIS_STATUS_FAILURE);
	nbl = sent();
	nbl->Status = NDIS_STATUS_NOT_SUPPORTED;
	complete(nbl);
	expect("is 0xC00000BB, none that a send may end with");
	nbl = sent();
	nbl->Status = NDIS_STATUS_SEND_ABORTED;
	complete(nbl);
	assert_int_equal(last_send_status, NDIS_STATUS_SEND_ABORTED);
	assert_int_equal(nt_finding_count(), before);
}

/* Whatever a miniport may have moved and not moved back. */
static void changed(void **state)
{
	(void)state;
	for (unsigned i = 0; i < 6; i++) {
		NET_BUFFER_LIST *nbl = sent();
		NET_BUFFER *nb = nbl->FirstNetBuffer;
		const NET_BUFFER was = *nb;
		const ULONG bytes = mdl->ByteCount;
		switch (i) {
		case 0:
			nb->stDataLength -= 14;
			break;
		case 1:
			nb->DataOffset += 14;
			break;
		case 2:
			nb->CurrentMdlOffset++;
			break;
		case 3:
			nb->CurrentMdl = NULL;
			break;
		case 4:
			NdisAdvanceNetBufferDataStart(nb, 8, FALSE, NULL);
			break;
		default:
			mdl->ByteCount--;
			break;
		}
		NdisMSendNetBufferListsComplete(handle(), nbl, 0);
		expect("comes back with its NET_BUFFERs or MDLs changed");
		(void)was;
		mdl->ByteCount = bytes;
		NdisFreeMdl(mdl);
	}
	/* its own fields, and what it advanced and retreated again, are its own business */
	NET_BUFFER_LIST *nbl = sent();
	nbl->MiniportReserved[0] = nbl->FirstNetBuffer->MiniportReserved[1] = nbl->Scratch = nbl;
	NdisAdvanceNetBufferDataStart(nbl->FirstNetBuffer, 8, FALSE, NULL);
	assert_int_equal(NdisRetreatNetBufferDataStart(nbl->FirstNetBuffer, 8, 0, NULL), NDIS_STATUS_SUCCESS);
	complete(nbl);
	assert_int_equal(nt_finding_count(), before);
	nbl = sent();
	nbl->SourceHandle = handle();
	complete(nbl);
	expect("SourceHandle");
}

static void not_its_own(void **state)
{
	NET_BUFFER_LIST *up;
	MDL *m = NdisAllocateMdl(NULL, frame, 100);
	(void)state;
	keep = true;
	assert_int_equal(MINI_CALL(mini_indicate, ULONG, ULONG, ULONG)(1, 0), 1);
	keep = false;
	up = kept;
	*kept_tail = NULL;
	kept = NULL;
	kept_tail = &kept;
	NdisMSendNetBufferListsComplete(handle(), up, 0);
	expect("is a received NBL");
	NdisMIndicateReceiveNetBufferLists(handle(), up, 0, 1, 0);
	expect("was indicated before and not returned yet");
	NdisReturnNetBufferLists(binding, up, 0);
	NET_BUFFER_LIST *nbl = sent();
	nbl->SourceHandle = handle();
	NdisMIndicateReceiveNetBufferLists(handle(), nbl, 0, 1, 0);
	expect("has to be completed, not indicated");
	nbl->SourceHandle = binding;
	complete(nbl);
	assert_int_equal(nt_finding_count(), before);
	NdisFreeMdl(m);
}

/* What is indicated is looked at before anybody follows it. The NBL stays the driver's. */
static void bad_frames(void **state)
{
	const unsigned had = received;
	MDL *m = NdisAllocateMdl(NULL, frame, 100);
	NET_BUFFER_LIST *nbl = NdisAllocateNetBufferAndNetBufferList(pool, 0, 0, m, 4, 60);
	(void)state;
	nbl->SourceHandle = handle();
	nbl->FirstNetBuffer->stDataLength = 97;
	NdisMIndicateReceiveNetBufferLists(handle(), nbl, 0, 1, 0);
	expect("says 97 bytes of data, its MDLs have 96 of them");
	nbl->FirstNetBuffer->stDataLength = 60;
	const PFN_NUMBER good = *MmGetMdlPfnArray(m);
	*MmGetMdlPfnArray(m) = 0;
	NdisMIndicateReceiveNetBufferLists(handle(), nbl, 0, 1, 0);
	expect("describes memory that is not RAM");
	*MmGetMdlPfnArray(m) = good;
	m->Next = m;
	nbl->FirstNetBuffer->stDataLength = 0x7fffffff;
	NdisMIndicateReceiveNetBufferLists(handle(), nbl, 0, 1, 0);
	expect("a loop");
	m->Next = NULL;
	nbl->FirstNetBuffer->stDataLength = 60;
	nbl->Next = nbl; /* a list that comes back to itself */
	NdisMIndicateReceiveNetBufferLists(handle(), nbl, 0, 1, NDIS_RECEIVE_FLAGS_RESOURCES);
	assert_true(nt_finding_count() > before);
	nbl->Next = NULL;
	assert_int_equal(received, had + 1);
	NdisFreeNetBufferList(nbl);
	NdisFreeMdl(m);
}

static void not_completed_in_time(void **state)
{
	(void)state;
	ndis_limits.send = 50;
	NET_BUFFER_LIST *nbl = sent();
	WAIT_UNTIL(nt_finding_count() > before);
	expect("send not completed: MiniportSendNetBufferLists got 1 NBL");
	json_t *j = ndis_adapter_describe(mini.adapter), *data = json_object_get(j, "data");
	assert_int_equal(json_integer_value(json_object_get(data, "outstanding")), 1);
	assert_int_equal(json_integer_value(json_object_get(data, "overdue")), 1);
	assert_non_null(strstr(json_string_value(json_object_get(data, "oldest_sent")), "1 NBL, the oldest"));
	json_decref(j);
	sleep_ms(1200); /* said once */
	complete(nbl);  /* and still counted until now */
	j = ndis_adapter_describe(mini.adapter);
	assert_int_equal(json_integer_value(json_object_get(json_object_get(j, "data"), "outstanding")), 0);
	json_decref(j);
	assert_int_equal(nt_finding_count(), before);
	ndis_limits.send = 10000;
}

static void never_completed(void **state)
{
	(void)state;
	struct err e = {0};
	NET_BUFFER_LIST *nbl = sent();
	assert_int_equal(ndis_adapter_pause(mini.adapter, &e), 0);
	expect("MiniportPause completed before all sends were: 1 NBL, the oldest");
	NdisMSendNetBufferListsComplete(handle(), nbl, 0); /* late, but it is the sender's again */
	NdisFreeMdl(mdl);
	assert_int_equal(completed, 1);
	assert_int_equal(ndis_adapter_restart(mini.adapter, &e), 0);
	assert_int_equal(nt_finding_count(), before);
}

static void give_away(NET_BUFFER_LIST *nbl)
{
	NdisFreeMdl(NET_BUFFER_FIRST_MDL(NET_BUFFER_LIST_FIRST_NB(nbl)));
	NdisFreeNetBufferList(nbl);
}
/* Makes packets until `nbl` is used again: not at once, so that who touches it late touches no live one. */
static NET_BUFFER_LIST *again(const NET_BUFFER_LIST *nbl)
{
	for (unsigned others = 0; others < 1000; others++) {
		NET_BUFFER_LIST *n = packet();
		if (n == nbl) {
			assert_true(others >= 32);
			return n;
		}
		give_away(n);
	}
	fail_msg("a freed NET_BUFFER_LIST is never used again");
	return NULL;
}
/* --verify: a write to what was given back. */
static void written_after_the_end(void **state)
{
	NET_BUFFER_LIST *nbl = sent();
	(void)state;
	complete(nbl);
	nbl->Status = NDIS_STATUS_SUCCESS;
	again(nbl);
	expect("was written to at offset");
	NET_BUFFER *nb = nbl->FirstNetBuffer;
	give_away(nbl);
	nb->MiniportReserved[0] = NULL;
	again(nbl);
	expect("NET_BUFFER ");
	give_away(nbl);
	give_away(again(nbl));
	assert_int_equal(nt_finding_count(), before);
}

static int end(void **state)
{
	mini_stop(false);
	mini_unload();
	return down(state);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test_setup(completed_twice, setup), cmocka_unit_test_setup(wrong_status, setup),
	        cmocka_unit_test_setup(changed, setup),         cmocka_unit_test_setup(not_its_own, setup),
	        cmocka_unit_test_setup(bad_frames, setup),      cmocka_unit_test_setup(not_completed_in_time, setup),
	        cmocka_unit_test_setup(never_completed, setup),
	};
	const struct CMUnitTest verify[] = {cmocka_unit_test_setup(written_after_the_end, setup)};
	const int failed = cmocka_run_group_tests(tests, up, end);
	protocol_verify = true;
	return failed + cmocka_run_group_tests(verify, up, end);
}
