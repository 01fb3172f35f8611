/*
 * Status indications, OIDs, pauses, resets, binding and removal against each other in serial mode, over many seeds. Whatever the order: no
 * answer is torn or stale, one OID at a time, each completed once, the last report is the one that stays, and a seed repeats exactly.
 */
#include "harness.h"

/* 40 seeds; FLUE_SEEDS=1000 explores more. */
#define SEEDS (getenv("FLUE_SEEDS") ? strtoull(getenv("FLUE_SEEDS"), NULL, 10) : 40)

static unsigned torn, answered, completed_wrong, last_sent, bad_state;
static struct proto P;

/* ---- the NIC's side: reports 1, 2, 3, ..., each told by every byte, from a thread at DISPATCH_LEVEL; connection reports between pause and
 * resume */
static void reporter(void *arg)
{
	const unsigned rounds = *(unsigned *)arg;

	for (unsigned i = 1; i <= rounds; i++) {
		struct script_offload t, c;
		KIRQL old;

		structure(&t, NDIS_OBJECT_TYPE_OFFLOAD, 6, 216);
		memset(t.bytes + 4, (int)i, 212);
		connection(&c, i & 1, 1, i);
		KeRaiseIrql(DISPATCH_LEVEL, &old);
		indicate(NDIS_STATUS_TASK_OFFLOAD_CURRENT_CONFIG, t.bytes, t.size);
		indicate(NDIS_STATUS_OFFLOAD_PAUSE, NULL, 0);
		indicate(NDIS_STATUS_OFFLOAD_RESUME, c.bytes, c.size);
		KeLowerIrql(old);
		last_sent = i;
		nt_sched_point();
	}
}
/* ---- somebody asks: every answer is one whole report */
static void asker(void *arg)
{
	for (unsigned i = 0; i < 12; i++) {
		uint8_t got[NDIS_STORED_MAX];
		struct ndis_oid_call c = query(OID_TCP_OFFLOAD_CURRENT_CONFIG, got, sizeof(got));

		if (c.status == NDIS_STATUS_ADAPTER_NOT_READY)
			continue;
		assert_status(c.status, NDIS_STATUS_SUCCESS);
		answered++;
		if (got[4] != H.script->offload[NDIS_TASK_CUR].bytes[4])
			for (unsigned b = 5; b < 216; b++)
				torn += got[b] != got[4];
		c = query(OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG, got, sizeof(got));
		NDIS_TCP_CONNECTION_OFFLOAD *o = (void *)got;
		if (c.status == NDIS_STATUS_SUCCESS && o->TcpConnectionOffloadCapacity < 64)
			torn += o->SupportIPv4 != (o->TcpConnectionOffloadCapacity & 1);
		nt_sched_point();
	}
}
/* ---- OIDs that the driver pends and completes from another thread, and some it answers at once */
static KEVENT pend_event;
static NDIS_OID_REQUEST *volatile pend_request;
static NDIS_STATUS NTAPI sometimes_pend(NDIS_OID_REQUEST *r)
{
	enum ndis_adapter_state s = H.adapter->state;

	bad_state += s == NDIS_HALTED || s == NDIS_INITIALIZING || s == NDIS_SHUTDOWN;
	nt_sched_point();
	if (r->DATA.SET_INFORMATION.Oid != OID_OFFLOAD_ENCAPSULATION)
		return NDIS_STATUS_SUCCESS;
	pend_request = r;
	KeSetEvent(&pend_event, 0, FALSE);
	return NDIS_STATUS_PENDING;
}
static volatile bool pend_stop;
static void completer(void *arg)
{
	for (;;) {
		KeWaitForSingleObject(&pend_event, Executive, KernelMode, FALSE, NULL);
		NDIS_OID_REQUEST *r = pend_request;

		if (r) {
			pend_request = NULL;
			complete_oid(r, NDIS_STATUS_SUCCESS);
		} else if (pend_stop) {
			return;
		}
	}
}
static void setter(void *arg)
{
	for (unsigned i = 0; i < 6; i++) {
		uint8_t e[28], p[34];

		encapsulation(e, NDIS_OFFLOAD_SET_ON, i & 1 ? NDIS_OFFLOAD_SET_ON : NDIS_OFFLOAD_SET_OFF);
		struct ndis_oid_call c = set(OID_OFFLOAD_ENCAPSULATION, e, sizeof(e));
		completed_wrong += c.status != NDIS_STATUS_SUCCESS && c.status != NDIS_STATUS_ADAPTER_NOT_READY &&
		                   c.status != NDIS_STATUS_REQUEST_ABORTED;
		parameters(p);
		p[11] = 1 + (i & 1);
		c = set(OID_TCP_OFFLOAD_PARAMETERS, p, sizeof(p));
		completed_wrong += c.status != NDIS_STATUS_SUCCESS && c.status != NDIS_STATUS_ADAPTER_NOT_READY &&
		                   c.status != NDIS_STATUS_REQUEST_ABORTED;
	}
}
static void pauser(void *arg)
{
	for (unsigned i = 0; i < 4; i++) {
		struct err e = {0};

		ndis_adapter_pause(H.adapter, &e);
		nt_sched_point();
		ndis_adapter_restart(H.adapter, &e);
		if (i == 2)
			ndis_adapter_reset(H.adapter, &e);
	}
}
static void binder(void *arg)
{
	for (unsigned i = 0; i < 3; i++) {
		memset(&P, 0, sizeof(P));
		assert_status(proto_register(&P, "racer", NDIS_V684), NDIS_STATUS_SUCCESS);
		/* whole at bind as well */
		if (P.task_given && P.task[4] != H.script->offload[NDIS_TASK_CUR].bytes[4])
			for (unsigned b = 5; b < 216; b++)
				torn += P.task[b] != P.task[4];
		nt_sched_point();
		NdisDeregisterProtocolDriver(P.handle);
	}
}

/* One run; the hash of every scheduling decision. */
static uint64_t run(uint64_t seed, bool remove)
{
	struct nt_config c = nt_test_config();
	unsigned rounds = 3 + (unsigned)(seed % 4);
	struct nt_thread *t[6];
	uint8_t got[NDIS_STORED_MAX];
	uint64_t hash;

	c.serial = true;
	c.seed = seed;
	start_with(&c);
	torn = answered = completed_wrong = bad_state = last_sent = 0;
	pend_stop = false;
	pend_request = NULL;
	KeInitializeEvent(&pend_event, SynchronizationEvent, FALSE);
	H.script->on_oid = (void *)sometimes_pend;
	H.script->addressing_reset = 1;
	running();
	t[5] = nt_thread_start("completer", completer, NULL);
	t[0] = nt_thread_start("reporter", reporter, &rounds);
	t[1] = nt_thread_start("asker", asker, NULL);
	t[2] = nt_thread_start("setter", setter, NULL);
	t[3] = nt_thread_start("pauser", pauser, NULL);
	t[4] = nt_thread_start("binder", binder, NULL);
	if (remove) {
		nt_thread_join(t[0]); /* a driver stops reporting before it halts; the rest may be in the middle of anything */
		nt_thread_join(t[4]);
		nt_pnp_irp(H.node, IRP_MN_STOP_DEVICE);
		assert_int_equal(ndis_adapter_state(H.adapter), NDIS_HALTED);
		unsigned calls = H.script->oid_calls;
		for (unsigned i = 1; i <= 3; i++)
			nt_thread_join(t[i]);
		assert_int_equal(H.script->oid_calls, calls);
	} else {
		for (unsigned i = 0; i <= 4; i++)
			nt_thread_join(t[i]);
		query(OID_TCP_OFFLOAD_CURRENT_CONFIG, got, sizeof(got));
		assert_int_equal(got[100], last_sent);
		query(OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG, got, sizeof(got));
		assert_int_equal(get32(got, 12), last_sent);
		assert_int_equal(H.adapter->pauses, rounds);
		assert_int_equal(H.adapter->resumes, rounds);
		assert_int_equal(ndis_adapter_state(H.adapter), NDIS_RUNNING);
		assert_true(answered > 0);
	}
	pend_stop = true;
	KeSetEvent(&pend_event, 0, FALSE);
	nt_thread_join(t[5]);
	if (torn || completed_wrong || bad_state || H.script->oid_overlap)
		fail_msg("seed %llu: torn %u, wrong completions %u, OIDs in a wrong state %u, overlap %u", (unsigned long long)seed, torn,
		         completed_wrong, bad_state, H.script->oid_overlap);
	if (found("flue") || found("RP-213") || found("RP-171") || found("RP-172"))
		fail_msg("seed %llu: %s", (unsigned long long)seed, H.adapter->finding[0]);
	hash = nt_sched_hash();
	stop(NULL);
	return hash;
}

static void test_seeds(void **state)
{
	for (uint64_t seed = 1; seed <= SEEDS; seed++)
		run(seed, false);
}
static void test_seeds_with_removal(void **state)
{
	for (uint64_t seed = 1000; seed < 1000 + SEEDS / 2; seed++)
		run(seed, true);
}
static void test_repeats(void **state)
{
	uint64_t a = run(77, false), b = run(77, false), c = run(78, false);

	assert_true(a == b);
	assert_true(a != c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_seeds), cmocka_unit_test(test_seeds_with_removal),
	                                   cmocka_unit_test(test_repeats)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
