/* Processors, IRQL, DPCs and the two modes of the scheduler. */
#include "nt/core_test.h"

/* ---- a DPC runs while passive code runs on the same processor number */
static _Atomic int dpc_ran, stop_passive;
static unsigned dpc_cpu;

static void NTAPI note_dpc(struct _KDPC *Dpc, PVOID DeferredContext, PVOID SystemArgument1, PVOID SystemArgument2)
{
	assert_int_equal(nt_irql(), DISPATCH_LEVEL);
	dpc_cpu = nt_cpu_current();
	dpc_ran = 1;
}

static void passive_loop(void *arg)
{
	KeSetSystemAffinityThreadEx(1u << 1);
	assert_int_equal(nt_cpu_current(), 1);
	*(_Atomic int *)arg = 1;
	while (!stop_passive) /* passive code of processor 1 that never calls anything */
		;
	assert_int_equal(nt_cpu_current(), 1);
}

static void dpc_beside_passive(void **s)
{
	KDPC dpc;
	PROCESSOR_NUMBER p = {.Number = 1};
	_Atomic int up = 0;

	core_start(false, 0, 4);
	dpc_ran = stop_passive = 0;
	KeInitializeDpc(&dpc, note_dpc, NULL);
	assert_int_equal(KeSetTargetProcessorDpcEx(&dpc, &p), STATUS_SUCCESS);
	struct nt_thread *t = nt_thread_start("passive", passive_loop, &up);
	while (!up)
		nt_yield();
	assert_true(KeInsertQueueDpc(&dpc, NULL, NULL));
	uint64_t end = core_real_ms() + 5000;
	while (!dpc_ran && core_real_ms() < end)
		nt_yield();
	assert_true(dpc_ran);
	assert_int_equal(dpc_cpu, 1);
	stop_passive = 1;
	nt_thread_join(t);
	core_stop();
}

/* ---- two holders of DISPATCH_LEVEL exclude each other per processor */
static _Atomic int inside[4], overlaps;
static _Atomic unsigned cpus_used;

static void dispatch_loop(void *arg)
{
	unsigned cpu = (unsigned)(uintptr_t)arg;
	if (cpu != ~0u)
		KeSetSystemAffinityThreadEx((KAFFINITY)1 << cpu);
	for (unsigned i = 0; i < 3000; i++) {
		KIRQL old = KfRaiseIrql(DISPATCH_LEVEL);
		unsigned on = nt_cpu_current();
		if (cpu != ~0u && on != cpu)
			overlaps++;
		if (inside[on]++)
			overlaps++;
		cpus_used |= 1u << on;
		if (i % 64 == 0)
			sched_yield();
		inside[on]--;
		KeLowerIrql(old);
	}
}

static void dispatch_excludes(void **s)
{
	struct nt_thread *t[6];
	for (unsigned mode = 0; mode < 2; mode++) {
		core_start(mode == 1, 7, 2);
		overlaps = 0;
		cpus_used = 0;
		for (unsigned i = 0; i < ARRAY_LEN(t); i++)
			t[i] = nt_thread_start("dispatch", dispatch_loop, (void *)(uintptr_t)(i < 2 ? i : ~0u));
		for (unsigned i = 0; i < ARRAY_LEN(t); i++)
			nt_thread_join(t[i]);
		assert_int_equal(overlaps, 0);
		assert_int_equal(cpus_used, 3);
		core_stop();
	}
}

/* ---- lowering runs the DPCs queued meanwhile, on the same thread, and by snapshot */
static unsigned runs;
static struct nt_thread *ran_on[4];
static void NTAPI requeue_dpc(struct _KDPC *Dpc, PVOID DeferredContext, PVOID SystemArgument1, PVOID SystemArgument2)
{
	if (runs < 3)
		ran_on[runs] = nt_self();
	if (++runs < 3)
		KeInsertQueueDpc(Dpc, NULL, NULL);
	else
		KeSetEvent(DeferredContext, 0, FALSE);
}

static void lowering_drains(void **s)
{
	KDPC dpc;
	KEVENT done;

	core_start(false, 0, 4);
	runs = 0;
	KeInitializeEvent(&done, NotificationEvent, FALSE);
	KeInitializeDpc(&dpc, requeue_dpc, &done);
	KIRQL old = KfRaiseIrql(DISPATCH_LEVEL);
	assert_true(KeInsertQueueDpc(&dpc, NULL, NULL));
	assert_false(KeInsertQueueDpc(&dpc, NULL, NULL));
	assert_int_equal(runs, 0);
	KeLowerIrql(old);
	assert_true(runs >= 1);
	assert_ptr_equal(ran_on[0], nt_self());
	LARGE_INTEGER t = core_ms(5000);
	assert_int_equal(KeWaitForSingleObject(&done, Executive, KernelMode, FALSE, &t), STATUS_SUCCESS);
	assert_int_equal(runs, 3);
	assert_ptr_not_equal(ran_on[1], nt_self()); /* what a DPC queues is the DPC thread's */
	KeFlushQueuedDpcs();
	core_stop();
}

/* ---- DPC targeting, importance, removal, flush */
static unsigned order[8], order_count;
static void NTAPI order_dpc(struct _KDPC *Dpc, PVOID DeferredContext, PVOID SystemArgument1, PVOID SystemArgument2)
{
	assert_int_equal(nt_cpu_current(), (uintptr_t)SystemArgument1);
	order[order_count++ % 8] = (unsigned)(uintptr_t)DeferredContext;
}

static void targeting(void **s)
{
	KDPC d[4];
	core_start(false, 0, 4);
	order_count = 0;
	KeSetSystemAffinityThreadEx(1u << 2);
	KIRQL old = KfRaiseIrql(DISPATCH_LEVEL);
	assert_int_equal(nt_cpu_current(), 2);
	for (uintptr_t i = 0; i < 4; i++) {
		KeInitializeDpc(&d[i], order_dpc, (void *)i);
		KeSetTargetProcessorDpc(&d[i], 2);
	}
	KeSetImportanceDpc(&d[2], HighImportance);
	for (unsigned i = 0; i < 4; i++)
		assert_true(KeInsertQueueDpc(&d[i], (void *)2, NULL));
	assert_true(KeRemoveQueueDpc(&d[1]));
	assert_false(KeRemoveQueueDpc(&d[1]));
	KeLowerIrql(old);
	assert_int_equal(order_count, 3);
	assert_int_equal(order[0], 2);
	assert_int_equal(order[1], 0);
	assert_int_equal(order[2], 3);
	KeSetTargetProcessorDpc(&d[1], 3);
	assert_true(KeInsertQueueDpc(&d[1], (void *)3, NULL));
	KeFlushQueuedDpcs();
	assert_int_equal(order_count, 4);
	PROCESSOR_NUMBER bad = {.Number = 4};
	assert_int_equal(KeSetTargetProcessorDpcEx(&d[0], &bad), STATUS_INVALID_PARAMETER);
	core_stop();
}

/* ---- a seeded serial run repeats exactly */
static char journal[4096];
static unsigned journal_len;
static KSPIN_LOCK journal_lock;

static void racer(void *arg)
{
	for (unsigned i = 0; i < 20; i++) {
		KIRQL old = KeAcquireSpinLockRaiseToDpc(&journal_lock);
		journal[journal_len++ % sizeof journal] = (char)('a' + (uintptr_t)arg);
		KeReleaseSpinLock(&journal_lock, old);
		if (i % 7 == 3)
			core_sleep_ms((int64_t)(uintptr_t)arg);
	}
}

static uint64_t serial_run(uint64_t seed, char *out)
{
	struct nt_thread *t[5];
	core_start(true, seed, 4);
	journal_len = 0;
	for (uintptr_t i = 0; i < ARRAY_LEN(t); i++)
		t[i] = nt_thread_start("racer", racer, (void *)i);
	for (unsigned i = 0; i < ARRAY_LEN(t); i++)
		nt_thread_join(t[i]);
	uint64_t hash = nt_sched_hash();
	memcpy(out, journal, journal_len);
	out[journal_len] = 0;
	core_stop();
	return hash;
}

static void serial_repeats(void **s)
{
	static char a[4096], b[4096];
	unsigned different = 0;
	uint64_t first = 0;

	for (uint64_t seed = 1; seed <= 6; seed++) {
		uint64_t h = serial_run(seed, a), again = serial_run(seed, b);
		assert_int_equal(strlen(a), 100);
		assert_true(h == again);
		assert_string_equal(a, b);
		if (seed == 1)
			first = h;
		else
			different += h != first;
	}
	assert_true(different >= 4);
}

/* ---- virtual time: an hour takes milliseconds, and the page drivers read moves with it */
static void virtual_hour(void **s)
{
	core_start(true, 3, 4);
	const KUSER_SHARED_DATA *k = nt_kuser_page();
	uint64_t real = core_real_ms(), before = nt_time_100ns(), tick = k->TickCount.LowPart;
	for (unsigned i = 0; i < 60; i++)
		core_sleep_ms(60000);
	assert_true(nt_time_100ns() - before >= 3600ull * 10000000);
	assert_true(nt_time_100ns() - before < 3601ull * 10000000);
	assert_true(core_real_ms() - real < 1000);
	uint64_t shown = *(volatile uint64_t *)((const char *)k + 8);
	assert_true(nt_time_100ns() - shown < 10000000);
	assert_true(k->TickCount.LowPart - tick >= 3600ull * 64 - 64);
	core_stop();
}

static void affinity_and_numbers(void **s)
{
	PROCESSOR_NUMBER n;
	GROUP_AFFINITY old, g = {.Mask = 8};
	KAFFINITY mask;

	core_start(false, 0, 4);
	assert_int_equal(KeQueryActiveProcessorCount(&mask), 4);
	assert_int_equal(mask, 15);
	assert_int_equal(KeQueryActiveProcessorCountEx(ALL_PROCESSOR_GROUPS), 4);
	assert_int_equal(KeQueryActiveProcessorCountEx(1), 0);
	assert_int_equal(KeGetProcessorNumberFromIndex(3, &n), STATUS_SUCCESS);
	assert_int_equal(n.Number, 3);
	assert_int_equal(KeGetProcessorNumberFromIndex(4, &n), STATUS_INVALID_PARAMETER);
	assert_int_equal(KeGetProcessorIndexFromNumber(&n), 3);
	KeSetSystemGroupAffinityThread(&g, &old);
	assert_int_equal(old.Mask, 0);
	assert_int_equal(KeGetCurrentProcessorNumberEx(&n), 3);
	assert_int_equal(KeSetSystemAffinityThreadEx(2), 8);
	assert_int_equal(nt_cpu_current(), 1);
	KeRevertToUserAffinityThreadEx(8);
	assert_int_equal(nt_cpu_current(), 3);
	KeRevertToUserGroupAffinityThread(&old);
	assert_int_equal(nt_self()->affinity, 0);
	core_stop();
}

/* ---- idle: nobody wakes. Context switches of the whole process stay where they are. */
static void idle_is_idle(void **s)
{
	core_start(false, 0, 4);
	KTIMER t;
	KeInitializeTimer(&t);
	KeSetTimer(&t, core_ms(20), NULL);
	LARGE_INTEGER w = core_ms(1000);
	assert_int_equal(KeWaitForSingleObject(&t, Executive, KernelMode, FALSE, &w), STATUS_SUCCESS);
	nanosleep(&(struct timespec){.tv_nsec = 100000000}, NULL);
	uint64_t before = 0, after = 0;
	for (unsigned round = 0; round < 2; round++) {
		uint64_t sum = 0;
		char path[64], line[256];
		FILE *ls = popen("ls /proc/$PPID/task", "r");
		while (fgets(line, sizeof line, ls)) {
			if (atoi(line) == getpid())
				continue; /* this thread */
			snprintf(path, sizeof path, "/proc/self/task/%d/status", atoi(line));
			FILE *f = fopen(path, "r");
			while (f && fgets(line, sizeof line, f))
				if (!strncmp(line, "voluntary_ctxt_switches:", 24))
					sum += strtoull(line + 24, NULL, 10);
			if (f)
				fclose(f);
		}
		pclose(ls);
		*(round ? &after : &before) = sum;
		if (!round)
			nanosleep(&(struct timespec){.tv_nsec = 400000000}, NULL);
	}
	assert_true(before > 0);
	assert_int_equal(after - before, 0);
	core_stop();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(dpc_beside_passive),   cmocka_unit_test(dispatch_excludes),
	        cmocka_unit_test(lowering_drains),      cmocka_unit_test(targeting),
	        cmocka_unit_test(serial_repeats),       cmocka_unit_test(virtual_hour),
	        cmocka_unit_test(affinity_and_numbers), cmocka_unit_test(idle_is_idle),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
