/* Locks, events, strings, processors, control devices, the error log, sleeping. */
#include "io_harness.h"

static struct nt_config config;
static char log_text[4096];
static void on_log(const char *source, const char *text)
{
	size_t n = strlen(log_text);
	snprintf(log_text + n, sizeof(log_text) - n, "%s: %s\n", source, text);
}

/* ---- a read-write lock between threads */
static NDIS_RW_LOCK_EX *rw;
static NDIS_RW_LOCK old_rw;
static int value, seen_odd;
static _Atomic int inside, most_inside;

static void writer(void *arg)
{
	LOCK_STATE_EX s;
	LOCK_STATE o;
	for (unsigned i = 0; i < 200; i++) {
		if (arg)
			NdisAcquireReadWriteLock(&old_rw, TRUE, &o);
		else
			NdisAcquireRWLockWrite(rw, &s, 0);
		value++;
		nt_sched_point();
		value++;
		if (arg)
			NdisReleaseReadWriteLock(&old_rw, &o);
		else
			NdisReleaseRWLock(rw, &s);
	}
}
static void reader(void *arg)
{
	LOCK_STATE_EX s, t;
	LOCK_STATE o;
	for (unsigned i = 0; i < 200; i++) {
		if (arg) {
			NdisAcquireReadWriteLock(&old_rw, FALSE, &o);
		} else {
			NdisAcquireRWLockRead(rw, &s, 0);
			NdisAcquireRWLockRead(rw, &t, NDIS_RWL_AT_DISPATCH_LEVEL); /* recursively on one processor */
		}
		int n = ++inside;
		if (n > most_inside)
			most_inside = n;
		seen_odd += value & 1;
		assert_int_equal(nt_irql(), DISPATCH_LEVEL);
		nt_sched_point();
		inside--;
		if (arg) {
			NdisReleaseReadWriteLock(&old_rw, &o);
		} else {
			NdisReleaseRWLock(rw, &t);
			NdisReleaseRWLock(rw, &s);
		}
		assert_int_equal(nt_irql(), PASSIVE_LEVEL);
	}
}

static void rw_lock(void **state)
{
	(void)state;
	rw = NdisAllocateRWLock(NULL);
	NdisInitializeReadWriteLock(&old_rw);
	for (uintptr_t old = 0; old < 2; old++) {
		value = seen_odd = 0;
		struct nt_thread *t[4];
		for (unsigned i = 0; i < 4; i++)
			t[i] = nt_thread_start(i & 1 ? "reader" : "writer", i & 1 ? reader : writer, (void *)old);
		for (unsigned i = 0; i < 4; i++)
			nt_thread_join(t[i]);
		assert_int_equal(value, 800);
		assert_int_equal(seen_odd, 0);
	}
	LOCK_STATE_EX s, again;
	NdisAcquireRWLockWrite(rw, &s, 0);
	NdisAcquireRWLockWrite(rw, &again, NDIS_RWL_AT_DISPATCH_LEVEL);
	NdisReleaseRWLock(rw, &again);
	assert_int_equal(nt_irql(), DISPATCH_LEVEL);
	NdisReleaseRWLock(rw, &s);
	unsigned findings = nt_finding_count();
	NdisReleaseRWLock(rw, &s); /* not held */
	assert_int_equal(nt_finding_count(), findings + 1);
	NdisFreeRWLock(rw);
	NdisAcquireRWLockRead(rw, &s, 0); /* freed */
	assert_int_equal(nt_finding_count(), findings + 2);
}

static void late(void *arg)
{
	sleep_ms(2);
	NdisSetEvent(arg);
}

static void events(void **state)
{
	(void)state;
	NDIS_EVENT e;
	NdisInitializeEvent(&e);
	assert_false(NdisWaitEvent(&e, 1));
	NdisSetEvent(&e);
	assert_true(NdisWaitEvent(&e, 1));
	assert_true(NdisWaitEvent(&e, 0)); /* stays set */
	NdisResetEvent(&e);
	struct nt_thread *t = nt_thread_start("late", late, &e);
	assert_true(NdisWaitEvent(&e, 0)); /* 0: for ever */
	nt_thread_join(t);
	LARGE_INTEGER before, after;
	NdisGetSystemUpTimeEx(&before);
	NdisMSleep(20000);
	NdisGetSystemUpTimeEx(&after);
	assert_true(after.QuadPart - before.QuadPart >= 19);
}

static void strings_and_memory(void **state)
{
	(void)state;
	NDIS_STRING s = {0};
	NdisInitializeString(&s, (PUCHAR) "Flue");
	assert_int_equal(s.Length, 8);
	assert_int_equal(s.MaximumLength, 10);
	assert_int_equal(s.Buffer[3], 'e');
	NdisFreeMemory(s.Buffer, s.MaximumLength, 0);
	void *p = NULL;
	assert_int_equal(NdisAllocateMemoryWithTag(&p, 100, 0x74736574), NDIS_STATUS_SUCCESS);
	memset(p, 1, 100);
	NdisFreeMemoryWithTag(p, 0x74736574);
	WCHAR buffer[64];
	UNICODE_STRING name;
	const char *text = "NdisGetVersion";
	name.Length = (USHORT)(2 * nt_utf16_of(text, buffer, 64));
	name.MaximumLength = sizeof(buffer);
	name.Buffer = buffer;
	assert_non_null(NdisGetRoutineAddress(&name));
	buffer[0] = 'X';
	assert_null(NdisGetRoutineAddress(&name));
}

static void processors(void **state)
{
	(void)state;
	SIZE_T size = 0;
	assert_int_equal(NdisSystemProcessorCount(), 4);
	assert_int_equal(NdisGroupActiveProcessorCount(0), 4);
	assert_int_equal(NdisGroupActiveProcessorCount(1), 0);
	assert_int_equal(NdisGroupActiveProcessorMask(0), 15);
	assert_int_equal(NdisProcessorNumberToIndex((PROCESSOR_NUMBER){.Number = 3}), 3);
	assert_int_equal(NdisProcessorNumberToIndex((PROCESSOR_NUMBER){.Group = 1}), INVALID_PROCESSOR_INDEX);
	PROCESSOR_NUMBER n;
	assert_int_equal(NdisProcessorIndexToNumber(2, &n), STATUS_SUCCESS);
	assert_int_equal(n.Number, 2);
	assert_int_equal(NdisProcessorIndexToNumber(4, &n), STATUS_INVALID_PARAMETER);
	assert_int_equal(NdisGetProcessorInformationEx(NULL, NULL, &size), NDIS_STATUS_BUFFER_TOO_SHORT);
	NDIS_SYSTEM_PROCESSOR_INFO_EX *p = calloc(1, size);
	assert_int_equal(NdisGetProcessorInformationEx(NULL, p, &size), NDIS_STATUS_SUCCESS);
	assert_int_equal(p->NumberOfProcessors, 4);
	free(p);
	size = 0;
	assert_int_equal(NdisGetRssProcessorInformation(NULL, NULL, &size), NDIS_STATUS_BUFFER_TOO_SHORT);
	NDIS_RSS_PROCESSOR_INFO *r = calloc(1, size);
	assert_int_equal(NdisGetRssProcessorInformation(NULL, r, &size), NDIS_STATUS_SUCCESS);
	NDIS_RSS_PROCESSOR *e = (NDIS_RSS_PROCESSOR *)((char *)r + r->RssProcessorArrayOffset);
	assert_int_equal(e[3].ProcNum.Number, 3);
	free(r);
	assert_int_equal(NdisGetVersion(), config.ndis_version);
}

static void control_device(void **state)
{
	(void)state;
	UCHAR in[4] = {0, 1, 0xff, 0x55}, out[4] = {0};
	size_t returned = 0;
	assert_int_equal(MINI_CALL(mini_device_add, LONG, void)(), NDIS_STATUS_SUCCESS);
	assert_int_equal(nt_io_send("\\Device\\IoMini", IRP_MJ_DEVICE_CONTROL, 0x220004, in, 4, out, 4, &returned), STATUS_SUCCESS);
	assert_int_equal(returned, 4);
	assert_int_equal(out[0], 0xff);
	assert_int_equal(out[3], 0xaa);
	assert_int_equal(nt_io_send("\\DosDevices\\IoMini", IRP_MJ_DEVICE_CONTROL, 0x220008, in, 4, out, 4, &returned),
	                 STATUS_INVALID_DEVICE_REQUEST);
	assert_int_equal(MINI_CALL(mini_device_calls, UCHAR, void)(), 1);
	MINI_CALL(mini_device_remove, void, void)();
	assert_int_not_equal(nt_io_send("\\Device\\IoMini", IRP_MJ_DEVICE_CONTROL, 0x220004, in, 4, out, 4, &returned), STATUS_SUCCESS);
}

static void error_log(void **state)
{
	(void)state;
	log_text[0] = 0;
	MINI_CALL(mini_error_log, void, void)();
	assert_non_null(strstr(log_text, "NDIS_ERROR_CODE_HARDWARE_FAILURE (0xC000138A): 0x1234, 0x7"));
}

/* What a driver forgets is told and taken back at halt. */
static void forgotten(void **state)
{
	(void)state;
	unsigned findings = nt_finding_count();
	MINI_CALL(mini_timer_start, NDIS_HANDLE, LONG, LONG)(50, 1);
	mini_stop(false);
	assert_int_equal(nt_finding_count(), findings + 1);
	assert_non_null(strstr(nt_finding_last(), "timer object"));
	const LONG fired = MINI(LONG, mini_timer_fired);
	sleep_ms(80);
	assert_int_equal(MINI(LONG, mini_timer_fired), fired); /* it does not fire into a halted driver */
	mini_unload();
}

static int up(void **state)
{
	(void)state;
	config = nt_test_config();
	config.on_log = on_log;
	machine_up(config, NULL);
	mini_load();
	mini_start();
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
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(rw_lock),    cmocka_unit_test(events),         cmocka_unit_test(strings_and_memory),
	        cmocka_unit_test(processors), cmocka_unit_test(control_device), cmocka_unit_test(error_log),
	        cmocka_unit_test(forgotten)};
	return cmocka_run_group_tests(tests, up, down);
}
