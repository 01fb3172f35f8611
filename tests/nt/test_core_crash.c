/* How a driver ends: each scenario runs in a child, whose crash record is read here. Findings that do not end it are in the last tests. */
#include "nt/core_test.h"

static struct nt_crash c;

#define expect(fn, serial, klass, in_line) expect_end(fn, #fn, serial, klass, in_line)
static void expect_end(void (*fn)(void), const char *name, bool serial, const char *klass, const char *in_line)
{
	if (!core_crashes(fn, serial, false, &c))
		fail_msg("%s (%s) did not crash; expected %s", name, serial ? "serial" : "free", klass);
	if (strncmp(c.klass, klass, strlen(klass)) || !strstr(c.line, in_line))
		fail_msg("%s: class \"%s\", line \"%s\"; expected \"%s\", \"%s\"", name, c.klass, c.line, klass, in_line);
}

/* ---- hangs */
static void loop_at_dispatch(void)
{
	nt_hang_ms = 150;
	nt_callback_begin("MiniportInterruptDPC", 0);
	KfRaiseIrql(DISPATCH_LEVEL);
	for (volatile unsigned i = 0;; i++)
		;
}

static void callback_too_long(void)
{
	KEVENT e;
	KeInitializeEvent(&e, NotificationEvent, FALSE);
	nt_callback_begin("MiniportInitializeEx", 120);
	KeWaitForSingleObject(&e, Executive, KernelMode, FALSE, NULL);
}

static void callback_spins(void)
{
	nt_callback_begin("MiniportHaltEx", 120);
	for (volatile unsigned i = 0;; i++)
		;
}

static void lock_twice(void)
{
	KSPIN_LOCK l = 0;
	KIRQL old = KeAcquireSpinLockRaiseToDpc(&l);
	KeAcquireSpinLockAtDpcLevel(&l);
	KeReleaseSpinLock(&l, old);
}

static KSPIN_LOCK a, b;
static _Atomic int has_a, has_b;
static void other_order(void *arg)
{
	KIRQL old = KeAcquireSpinLockRaiseToDpc(&b);
	has_b = 1;
	while (!has_a)
		nt_yield();
	KeAcquireSpinLockAtDpcLevel(&a);
	KeReleaseSpinLockFromDpcLevel(&a);
	KeReleaseSpinLock(&b, old);
}

static void lock_order(void)
{
	nt_hang_ms = 150;
	nt_thread_start("other", other_order, NULL);
	KIRQL old = KeAcquireSpinLockRaiseToDpc(&a);
	has_a = 1;
	while (!has_b)
		nt_yield();
	KeAcquireSpinLockAtDpcLevel(&b);
	KeReleaseSpinLockFromDpcLevel(&b);
	KeReleaseSpinLock(&a, old);
}

static void fast_mutex_twice(void)
{
	FAST_MUTEX m;
	ExInitializeFastMutex(&m);
	ExAcquireFastMutex(&m);
	ExAcquireFastMutex(&m);
}

static void hangs(void **s)
{
	for (unsigned serial = 0; serial < 2; serial++) {
		uint64_t start = core_real_ms();
		expect(loop_at_dispatch, serial, "hang", "MiniportInterruptDPC");
		assert_string_equal(c.callback, "MiniportInterruptDPC");
		assert_int_equal(c.irql, DISPATCH_LEVEL);
		expect(callback_too_long, serial, "hang", "MiniportInitializeEx did not return");
		assert_non_null(strstr(c.line, "waits for an event"));
		if (!serial) /* a loop without calls has no virtual time */
			expect(callback_spins, serial, "hang", "MiniportHaltEx did not return within 120 ms");
		expect(lock_twice, serial, "hang", "already holds");
		expect(lock_order, serial, "hang", "spin lock");
		expect(fast_mutex_twice, serial, "hang", "already owns");
		assert_true(core_real_ms() - start < 8000);
	}
}

/* ---- IRQL */
static void wait_at_dispatch(void)
{
	KEVENT e;
	KeInitializeEvent(&e, NotificationEvent, FALSE);
	KfRaiseIrql(DISPATCH_LEVEL);
	KeWaitForSingleObject(&e, Executive, KernelMode, FALSE, NULL);
}

static void delay_at_dispatch(void)
{
	KfRaiseIrql(DISPATCH_LEVEL);
	core_sleep_ms(1);
}

static void raise_down(void)
{
	KfRaiseIrql(DISPATCH_LEVEL);
	KfRaiseIrql(APC_LEVEL);
}

static void lower_up(void)
{
	KeLowerIrql(DISPATCH_LEVEL);
}

static void irql(void **s)
{
	expect(wait_at_dispatch, false, "IRQL", "waits for an event at DISPATCH_LEVEL");
	expect(delay_at_dispatch, false, "IRQL", "KeDelayExecutionThread at DISPATCH_LEVEL");
	expect(raise_down, false, "IRQL", "must not lower");
	expect(lower_up, false, "IRQL", "must not raise");
}

/* ---- bug checks */
static KBUGCHECK_CALLBACK_RECORD record;
static KBUGCHECK_REASON_CALLBACK_RECORD reason_record;
static char said[64];
static void NTAPI on_bugcheck(PVOID Buffer, ULONG Length)
{
	if (nt_irql() == HIGH_LEVEL && Length == sizeof said)
		nt_crash_log("driver", "last words");
}
static void NTAPI on_reason(KBUGCHECK_CALLBACK_REASON Reason, struct _KBUGCHECK_REASON_CALLBACK_RECORD *Record, PVOID Data, ULONG Length)
{
	nt_crash_log("driver",
	             Reason == KbCallbackSecondaryDumpData && Length == sizeof(KBUGCHECK_SECONDARY_DUMP_DATA) ? "dump data" : "?");
}

static void bugcheck(void)
{
	nt_crash_log("toe", "about to die");
	nt_callback_begin("MiniportHaltEx", 0);
	KeBugCheckEx(DRIVER_IRQL_NOT_LESS_OR_EQUAL, 1, 2, 3, 4);
}

static void bugcheck_calls_back(void)
{
	KeInitializeCallbackRecord(&record);
	if (!KeRegisterBugCheckCallback(&record, on_bugcheck, said, sizeof said, (PUCHAR) "test") ||
	    KeRegisterBugCheckCallback(&record, on_bugcheck, said, sizeof said, (PUCHAR) "test"))
		_exit(1);
	static KBUGCHECK_REASON_CALLBACK_RECORD gone;
	KeInitializeCallbackRecord(&gone);
	KeInitializeCallbackRecord(&reason_record);
	if (!KeRegisterBugCheckReasonCallback(&reason_record, on_reason, KbCallbackSecondaryDumpData, (PUCHAR) "test") ||
	    !KeRegisterBugCheckReasonCallback(&gone, on_reason, KbCallbackSecondaryDumpData, (PUCHAR) "test") ||
	    !KeDeregisterBugCheckReasonCallback(&gone))
		_exit(1);
	KeBugCheck(0xE2);
}

static void NTAPI hangs_for_ever(PVOID Buffer, ULONG Length)
{
	for (;;)
		pause();
}

static void bugcheck_callback_hangs(void)
{
	KeInitializeCallbackRecord(&record);
	KeRegisterBugCheckCallback(&record, hangs_for_ever, said, sizeof said, (PUCHAR) "test");
	KeBugCheck(0xE2);
}

static void release_resource(void)
{
	ERESOURCE r;
	ExInitializeResourceLite(&r);
	KeEnterCriticalRegion();
	ExReleaseResourceLite(&r);
}

static void bugchecks(void **s)
{
	expect(bugcheck, false, "bugcheck 0x000000D1", "DRIVER_IRQL_NOT_LESS_OR_EQUAL (0x1, 0x2, 0x3, 0x4)");
	assert_non_null(strstr(c.line, ", in MiniportHaltEx"));
	assert_int_equal(c.bugcheck, 0xD1);
	assert_int_equal(c.parameters[3], 4);
	assert_string_equal(c.log_tail[0], "toe: about to die");
	assert_string_equal(c.thread, "test");
	expect(bugcheck_calls_back, false, "bugcheck 0x000000E2", "MANUALLY_INITIATED_CRASH");
	assert_string_equal(c.log_tail[0], "driver: last words");
	assert_string_equal(c.log_tail[1], "driver: dump data");
	assert_string_equal(c.log_tail[2], "");
	expect(bugcheck_callback_hangs, false, "bugcheck 0x000000E2", "MANUALLY_INITIATED_CRASH");
	expect(release_resource, false, "bugcheck 0x000000E3", "RESOURCE_NOT_OWNED");
}

/* ---- objects that are none */
static void wait_on_nothing(void)
{
	static KEVENT never_initialized;
	LARGE_INTEGER t = core_ms(1);
	KeWaitForSingleObject(&never_initialized, Executive, KernelMode, FALSE, &t);
}

static void dpc_of_nothing(void)
{
	static KDPC d;
	KeInsertQueueDpc(&d, NULL, NULL);
}

static KEVENT never;
static void NTAPI work_for_ever(PVOID p)
{
	KeWaitForSingleObject(&never, Executive, KernelMode, FALSE, NULL);
}

static void queued_twice(void)
{
	static WORK_QUEUE_ITEM w[65]; /* 64 workers are busy for ever: the last item stays queued */
	KeInitializeEvent(&never, NotificationEvent, FALSE);
	for (unsigned i = 0; i < 65; i++) {
		ExInitializeWorkItem(&w[i], work_for_ever, NULL);
		ExQueueWorkItem(&w[i], DelayedWorkQueue);
		core_sleep_ms(1);
	}
	ExQueueWorkItem(&w[64], DelayedWorkQueue);
}

static void too_many_objects(void)
{
	KEVENT e;
	void *o[4] = {&e, &e, &e, &e};
	KeInitializeEvent(&e, NotificationEvent, TRUE);
	KeWaitForMultipleObjects(4, o, WaitAny, Executive, KernelMode, FALSE, NULL, NULL);
}

static void bad_objects(void **s)
{
	expect(wait_on_nothing, false, "bad object", "no initialized event");
	expect(dpc_of_nothing, false, "bad object", "never initialized");
	expect(queued_twice, false, "bugcheck 0x000000E4", "WORKER_INVALID");
	expect(too_many_objects, false, "bugcheck 0x0000000C", "MAXIMUM_WAIT_OBJECTS_EXCEEDED");
}

/* ---- findings */
static const struct image_export at_passive = {.dll = "ntoskrnl.exe", .name = "ZwOpenKey", .max_irql = PASSIVE_LEVEL};
static const struct image_export at_dispatch = {
        .dll = "ntoskrnl.exe", .name = "KeAcquireSpinLockAtDpcLevel", .max_irql = IMAGE_IRQL_ANY, .min_irql = 2};

static void wrong_irql_strict(void)
{
	struct image_frame f = {.rip = 0x1000};
	KfRaiseIrql(DISPATCH_LEVEL);
	nt_host_enter(&at_passive, &f);
}

static void wrong_irql(void **s)
{
	struct image_frame f = {.rip = 0x1000};

	core_start(false, 0, 4);
	unsigned n = nt_finding_count();
	nt_host_enter(&at_passive, &f);
	assert_int_equal(nt_finding_count(), n);
	KIRQL old = KfRaiseIrql(DISPATCH_LEVEL);
	nt_host_enter(&at_dispatch, &f);
	assert_int_equal(nt_finding_count(), n);
	nt_host_enter(&at_passive, &f);
	assert_int_equal(nt_finding_count(), n + 1);
	assert_non_null(strstr(nt_finding_last(), "calls ZwOpenKey at DISPATCH_LEVEL, allowed up to PASSIVE_LEVEL"));
	nt_host_enter(&at_passive, &f); /* once per place is enough */
	assert_int_equal(nt_finding_count(), n + 1);
	KeLowerIrql(old);
	nt_host_enter(&at_dispatch, &f);
	assert_int_equal(nt_finding_count(), n + 2);
	assert_non_null(strstr(nt_finding_last(), "allowed from DISPATCH_LEVEL"));
	core_stop();
	assert_true(core_crashes(wrong_irql_strict, false, true, &c));
	assert_string_equal(c.klass, "IRQL");
	assert_non_null(strstr(c.line, "ZwOpenKey called at DISPATCH_LEVEL"));
	assert_non_null(strstr(c.last_calls[0], "ZwOpenKey(0x0, 0x0, ...)"));
}

static void callback_returns_raised(void **s)
{
	KSPIN_LOCK l = 0;
	core_start(false, 0, 4);
	unsigned n = nt_finding_count();
	nt_callback_begin("MiniportPause", 0);
	KfRaiseIrql(DISPATCH_LEVEL);
	nt_callback_end();
	assert_int_equal(nt_finding_count(), n + 1);
	assert_string_equal(nt_finding_last(), "MiniportPause was called at PASSIVE_LEVEL and returned at DISPATCH_LEVEL");
	assert_int_equal(nt_irql(), PASSIVE_LEVEL);
	nt_callback_begin("MiniportPause", 0);
	KIRQL old = KeAcquireSpinLockRaiseToDpc(&l);
	KeLowerIrql(old);
	nt_callback_end();
	assert_int_equal(nt_finding_count(), n + 3); /* lowered with it, returned with it */
	nt_callback_begin("outer", 0);
	nt_callback_begin("inner", 0);
	assert_string_equal(nt_callback_name(), "inner");
	nt_callback_end();
	assert_string_equal(nt_callback_name(), "outer");
	nt_callback_end();
	assert_string_equal(nt_callback_name(), "");
	KeReleaseSpinLockFromDpcLevel(&l);
	core_stop();
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(hangs),      cmocka_unit_test(irql),
	                                   cmocka_unit_test(bugchecks),  cmocka_unit_test(bad_objects),
	                                   cmocka_unit_test(wrong_irql), cmocka_unit_test(callback_returns_raised)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
