/* A genuine driver against the executive's core: what it reads and writes inline (cr8, gs, KUSER_SHARED_DATA), wrong IRQLs through the
 * import thunk, and how it ends. The driver is tests/drivers/core_inline.c. */
#include "nt/core_test.h"
#include <fcntl.h>

#define MS __attribute__((ms_abi))
static struct image *image;

static void load(void)
{
	struct err e = {0};
	static char file[1 << 20];
	int fd = open(FLUE_DRIVER_DIR "/core_inline.sys", O_RDONLY);
	ssize_t n = read(fd, file, sizeof file);
	close(fd);
	if (n <= 0 || image_load(file, (size_t)n, "core_inline.sys", &image, &e))
		fail_msg("core_inline.sys: %s", e.text);
}

static void *at(const char *name)
{
	void *p = image_export_address(image, name);
	if (!p)
		fail_msg("%s is not exported", name);
	return p;
}
#define CALL(type, name, proto) ((type(MS *) proto)at(name))

static int setup(void **s)
{
	core_start(false, 0, 4);
	load();
	return 0;
}
/* cmocka puts its own handlers around a test: what cannot be patched traps. */
static void traps(void)
{
	nt_host_init();
}
static int teardown(void **s)
{
	image_unload(image);
	core_stop();
	return 0;
}

static void inline_reads(void **s)
{
	assert_int_equal(CALL(KIRQL, "TestReadIrql", (void))(), PASSIVE_LEVEL);
	CALL(void, "TestWriteCr8", (ULONG64))(DISPATCH_LEVEL);
	assert_int_equal(nt_irql(), DISPATCH_LEVEL);
	assert_ptr_equal(atomic_load(&nt_cpus[nt_cpu_current()].owner), nt_self()); /* it took the processor */
	assert_int_equal(CALL(KIRQL, "TestReadIrql", (void))(), DISPATCH_LEVEL);
	CALL(void, "TestWriteCr8", (ULONG64))(PASSIVE_LEVEL);
	assert_int_equal(nt_irql(), PASSIVE_LEVEL);
	assert_null(atomic_load(&nt_cpus[nt_cpu_current()].owner));
	assert_ptr_equal(CALL(PVOID, "TestThread", (void))(), PsGetCurrentThread());
	assert_ptr_equal(CALL(PVOID, "TestSelf", (void))(), nt_self()->gs);
	for (unsigned i = 0; i < 4; i++) {
		KeSetSystemAffinityThreadEx(1u << i);
		assert_int_equal(CALL(ULONG, "TestProcessor", (void))(), i);
		assert_int_equal(CALL(ULONG, "TestProcessorByte", (void))(), i);
	}
	struct image_info i = *image_info(image);
	assert_true(i.patched_cr8 >= 4);
	assert_true(i.patched_kuser >= 3);
	assert_true(i.trapped_sites <= 1);
}

static void inline_time(void **s)
{
	nt_callback_begin("test", 0); /* as every call into a driver is */
	uint64_t t = CALL(ULONG64, "TestInterruptTime", (void))();
	assert_true(nt_time_100ns() - t < 5000000);
	int64_t now = CALL(LONGLONG, "TestSystemTime", (void))();
	assert_true(now > 130000000000000000ll);
	assert_true((int64_t)clock_wall_100ns() - now < 20000000 && (int64_t)clock_wall_100ns() - now > -20000000);
	/* a loop that only reads the time must see it move, though nothing wakes when nobody does */
	uint64_t start = core_real_ms();
	assert_true(CALL(ULONG64, "TestPollTime", (ULONG64))(500000) > 0);
	assert_true(core_real_ms() - start < 2000);
	nt_callback_end();
}

static void wrong_irql(void **s)
{
	KEVENT e;
	LARGE_INTEGER zero = {0};

	KeInitializeEvent(&e, NotificationEvent, FALSE);
	unsigned n = nt_finding_count();
	assert_int_equal(CALL(NTSTATUS, "TestWait", (PKEVENT, LONGLONG))(&e, 0), STATUS_TIMEOUT);
	assert_int_equal(nt_finding_count(), n);
	CALL(ULONG, "TestEventAtHigh", (PKEVENT))(&e);
	assert_int_equal(nt_finding_count(), n + 1);
	assert_non_null(strstr(nt_finding_last(), "core_inline.sys+0x"));
	assert_non_null(strstr(nt_finding_last(), "calls KeSetEvent at HIGH_LEVEL, allowed up to DISPATCH_LEVEL"));
	assert_int_equal(KeWaitForSingleObject(&e, Executive, KernelMode, FALSE, &zero), STATUS_SUCCESS);
}

/* ---- locks by cr8 exclude the ones by import */
static KSPIN_LOCK lock;
static volatile LONG counter;
static void by_cr8(void *arg)
{
	CALL(void, "TestLockByCr8", (PKSPIN_LOCK, volatile LONG *, ULONG))(&lock, &counter, 2000);
}

static void locks(void **s)
{
	struct nt_thread *t[4];
	lock = 0;
	counter = 0;
	for (unsigned i = 0; i < 4; i++)
		t[i] = nt_thread_start("by cr8", by_cr8, NULL);
	for (unsigned i = 0; i < 2000; i++) {
		KIRQL old = KeAcquireSpinLockRaiseToDpc(&lock);
		counter++;
		KeReleaseSpinLock(&lock, old);
	}
	for (unsigned i = 0; i < 4; i++)
		nt_thread_join(t[i]);
	assert_int_equal(counter, 10000);
}

static void system_thread(void **s)
{
	HANDLE h;
	PETHREAD thread;
	LARGE_INTEGER t = core_ms(5000);

	assert_int_equal(CALL(NTSTATUS, "TestSystemThread", (PHANDLE))(&h), STATUS_SUCCESS);
	assert_int_equal(ObReferenceObjectByHandle(h, THREAD_ALL_ACCESS, NULL, KernelMode, (void **)&thread, NULL), STATUS_SUCCESS);
	assert_int_equal(KeWaitForSingleObject(thread, Executive, KernelMode, FALSE, &t), STATUS_SUCCESS);
	assert_int_equal(PsGetThreadExitStatus(thread), STATUS_CANCELLED);
	ObDereferenceObject(thread);
	ZwClose(h);
}

static void dpcs(void **s)
{
	KDPC d;
	volatile LONG count = 0;
	traps();
	assert_true(CALL(BOOLEAN, "TestQueueDpc", (PKDPC, volatile LONG *))(&d, &count));
	KeFlushQueuedDpcs();
	assert_int_equal(count, 1);
}

/* ---- the end */
static void touch(void)
{
	load();
	nt_callback_begin("MiniportInterruptDPC", 0);
	CALL(ULONG, "TestTouchAtDispatch", (volatile ULONG *))((volatile ULONG *)0x338);
}

static void delay(void)
{
	load();
	CALL(NTSTATUS, "TestDelayAtDispatch", (void))();
}

static void loop(void)
{
	load();
	nt_hang_ms = 150;
	nt_callback_begin("MiniportCheckForHangEx", 0);
	CALL(void, "TestLoopAtDispatch", (void))();
}

static void bug(void)
{
	load();
	CALL(void, "TestBugCheck", (ULONG))(0xDEADBEEF);
}

static void ends(void **s)
{
	struct nt_crash c;
	assert_true(core_crashes(touch, false, false, &c));
	assert_string_equal(c.klass, "access violation");
	assert_memory_equal(c.line, "core_inline.sys: access violation reading 0x338 at core_inline.sys+0x", 69);
	assert_non_null(strstr(c.line, "TestTouchAtDispatch"));
	assert_non_null(strstr(c.line, "DISPATCH_LEVEL, in MiniportInterruptDPC"));
	assert_int_equal(c.bugcheck, 0xD1);
	assert_int_equal(c.fault.address, 0x338);
	assert_non_null(strstr(c.last_calls[0], "KfRaiseIrql(0x"));
	assert_non_null(strstr(c.last_calls[0], "from core_inline.sys+0x"));
	assert_true(core_crashes(delay, false, false, &c));
	assert_string_equal(c.klass, "IRQL");
	assert_memory_equal(c.line, "core_inline.sys: KeDelayExecutionThread at DISPATCH_LEVEL", 57);
	for (unsigned serial = 0; serial < 2; serial++) {
		assert_true(core_crashes(loop, serial, false, &c));
		assert_string_equal(c.klass, "hang");
		assert_non_null(strstr(c.line, "core_inline.sys: MiniportCheckForHangEx"));
		assert_non_null(strstr(c.line, "(TestLoopAtDispatch)"));
		assert_true(c.fault.depth >= 1);
	}
	assert_true(core_crashes(bug, false, false, &c));
	assert_string_equal(c.klass, "bugcheck 0xDEADBEEF");
	assert_non_null(strstr(c.line, "a code of the driver's own (0x11, 0x22, 0x33, 0x44) at core_inline.sys+0x"));
}

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest tests[] = {T(inline_reads),  T(inline_time), T(wrong_irql),         T(locks),
	                                   T(system_thread), T(dpcs),        cmocka_unit_test(ends)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
