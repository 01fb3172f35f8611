/* Timers, work items and interrupts; in both modes. */
#include "nt/core_test.h"
#include <sys/eventfd.h>

static bool serial;
static int setup(void **s)
{
	core_start(serial, 21, 4);
	return 0;
}
static int teardown(void **s)
{
	core_stop();
	return 0;
}

static NTSTATUS wait_ms(void *object, int64_t ms)
{
	LARGE_INTEGER t = core_ms(ms);
	return KeWaitForSingleObject(object, Executive, KernelMode, FALSE, &t);
}

static _Atomic int fired;
static uint64_t fired_at[16];
static void NTAPI on_timer(struct _KDPC *Dpc, PVOID DeferredContext, PVOID SystemArgument1, PVOID SystemArgument2)
{
	assert_int_equal(nt_irql(), DISPATCH_LEVEL);
	fired_at[fired & 15] = nt_time_100ns();
	fired++;
}

static void one_shot(void **s)
{
	KTIMER n, y;
	KDPC dpc;
	uint64_t start = nt_time_100ns();

	fired = 0;
	KeInitializeTimerEx(&n, NotificationTimer);
	KeInitializeTimerEx(&y, SynchronizationTimer);
	KeInitializeDpc(&dpc, on_timer, NULL);
	assert_false(KeSetTimer(&n, core_ms(20), &dpc));
	assert_false(KeReadStateTimer(&n));
	assert_int_equal(wait_ms(&n, 5000), STATUS_SUCCESS);
	assert_true(nt_time_100ns() - start >= 200000);
	assert_int_equal(wait_ms(&n, 0), STATUS_SUCCESS); /* stays signalled */
	KeFlushQueuedDpcs();
	assert_int_equal(fired, 1);
	assert_true(fired_at[0] - start >= 200000);
	KeSetTimer(&y, core_ms(5), NULL);
	assert_int_equal(wait_ms(&y, 5000), STATUS_SUCCESS);
	assert_int_equal(wait_ms(&y, 0), STATUS_TIMEOUT);
	assert_false(KeSetTimer(&n, core_ms(50), &dpc));
	assert_true(KeSetTimer(&n, core_ms(60), &dpc)); /* was set */
	assert_true(KeCancelTimer(&n));
	assert_false(KeCancelTimer(&n));
	core_sleep_ms(80);
	assert_int_equal(fired, 1);
	LARGE_INTEGER past = {.QuadPart = 1}; /* long ago */
	KeSetTimer(&n, past, NULL);
	assert_int_equal(wait_ms(&n, 5000), STATUS_SUCCESS);
}

static void periodic(void **s)
{
	KTIMER t;
	KDPC dpc;
	fired = 0;
	KeInitializeTimer(&t);
	KeInitializeDpc(&dpc, on_timer, NULL);
	uint64_t start = nt_time_100ns();
	KeSetTimerEx(&t, core_ms(10), 10, &dpc);
	while (fired < 5 && nt_time_100ns() - start < 50000000)
		core_sleep_ms(5);
	assert_true(KeCancelTimer(&t));
	KeFlushQueuedDpcs();
	int n = fired;
	assert_true(n >= 5);
	assert_true(fired_at[4] - fired_at[0] >= 350000);
	core_sleep_ms(40);
	assert_int_equal(fired, n);
}

static _Atomic int ex_fired, deleted;
static void NTAPI on_ex_timer(PEX_TIMER Timer, PVOID Context)
{
	assert_ptr_equal(Context, &ex_fired);
	ex_fired++;
}
static void NTAPI on_delete(PVOID Context)
{
	deleted++;
}

static void ex_timers(void **s)
{
	EXT_DELETE_PARAMETERS p;
	ex_fired = deleted = 0;
	PEX_TIMER t = ExAllocateTimer(on_ex_timer, (void *)&ex_fired, EX_TIMER_HIGH_RESOLUTION);
	assert_non_null(t);
	assert_false(ExSetTimer(t, -50000, 0, NULL)); /* 5 ms */
	assert_int_equal(wait_ms(t, 5000), STATUS_SUCCESS);
	KeFlushQueuedDpcs();
	assert_int_equal(ex_fired, 1);
	assert_false(ExSetTimer(t, -50000, 50000, NULL));
	uint64_t start = nt_time_100ns();
	while (ex_fired < 4 && nt_time_100ns() - start < 50000000)
		core_sleep_ms(5);
	assert_true(ex_fired >= 4);
	assert_true(ExCancelTimer(t, NULL));
	ExInitializeDeleteTimerParameters(&p);
	p.DeleteCallback = on_delete;
	ExSetTimer(t, -10000000, 0, NULL);
	assert_true(ExDeleteTimer(t, TRUE, TRUE, &p));
	assert_int_equal(deleted, 1);
}

/* ---- many timers, in order of time whatever the order of setting */
static unsigned sequence[32], sequence_len;
static void NTAPI note_timer(struct _KDPC *Dpc, PVOID DeferredContext, PVOID SystemArgument1, PVOID SystemArgument2)
{
	sequence[sequence_len++ & 31] = (unsigned)(uintptr_t)DeferredContext;
}

static void in_order(void **s)
{
	KTIMER t[16];
	KDPC d[16];
	KeSetSystemAffinityThreadEx(1);
	sequence_len = 0;
	for (uintptr_t i = 0; i < 16; i++) {
		unsigned at = (unsigned)(i * 7 % 16);
		KeInitializeTimer(&t[i]);
		KeInitializeDpc(&d[i], note_timer, (void *)(uintptr_t)at);
		KeSetTargetProcessorDpc(&d[i], 0);
		KeSetTimer(&t[i], core_ms(20 + at * 4), &d[i]);
	}
	core_sleep_ms(120);
	KeFlushQueuedDpcs();
	assert_int_equal(sequence_len, 16);
	for (unsigned i = 0; i < 16; i++)
		assert_int_equal(sequence[i], i);
}

/* ---- work items */
static _Atomic int worked;
static KEVENT second_ran;
static void NTAPI work(PVOID p)
{
	assert_int_equal(nt_irql(), PASSIVE_LEVEL);
	assert_ptr_equal(p, &worked);
	worked++;
}
static void NTAPI work_waits(PVOID p)
{
	assert_int_equal(wait_ms(&second_ran, 5000), STATUS_SUCCESS); /* for another work item: needs a second worker */
	worked++;
}
static void NTAPI work_wakes(PVOID p)
{
	KeSetEvent(&second_ran, 0, FALSE);
}

static void work_items(void **s)
{
	WORK_QUEUE_ITEM w[20], a, b;
	worked = 0;
	for (unsigned i = 0; i < 20; i++) {
		ExInitializeWorkItem(&w[i], work, (void *)&worked);
		KIRQL old = KfRaiseIrql(i & 1 ? DISPATCH_LEVEL : PASSIVE_LEVEL);
		ExQueueWorkItem(&w[i], DelayedWorkQueue);
		KeLowerIrql(old);
	}
	nt_workitem_drain();
	assert_int_equal(worked, 20);
	KeInitializeEvent(&second_ran, NotificationEvent, FALSE);
	ExInitializeWorkItem(&a, work_waits, NULL);
	ExInitializeWorkItem(&b, work_wakes, NULL);
	ExQueueWorkItem(&a, DelayedWorkQueue);
	ExQueueWorkItem(&b, DelayedWorkQueue);
	nt_workitem_drain();
	assert_int_equal(worked, 21);
}

/* ---- interrupts */
static KDPC isr_dpc;
static _Atomic int isrs, isr_dpcs, isr_overlap, in_isr;
static struct nt_thread *isr_thread;
static BOOLEAN isr(void *ctx)
{
	assert_int_equal(nt_irql(), 7);
	if (in_isr++)
		isr_overlap++;
	isr_thread = nt_self();
	isrs++;
	KeInsertQueueDpc(&isr_dpc, NULL, NULL);
	in_isr--;
	return TRUE;
}
static void NTAPI isr_done(struct _KDPC *Dpc, PVOID DeferredContext, PVOID SystemArgument1, PVOID SystemArgument2)
{
	assert_int_equal(nt_irql(), DISPATCH_LEVEL);
	assert_ptr_equal(nt_self(), isr_thread); /* the interrupt's thread runs ISR and DPC to completion */
	isr_dpcs++;
	KeSetEvent(DeferredContext, 0, FALSE);
}

static void interrupts(void **s)
{
	struct nt_interrupt *i;
	KEVENT done;
	KIRQL old;
	uint64_t one = 1;
	int fd = eventfd(0, EFD_NONBLOCK);

	isrs = isr_dpcs = isr_overlap = 0;
	KeInitializeEvent(&done, SynchronizationEvent, FALSE);
	KeInitializeDpc(&isr_dpc, isr_done, &done);
	assert_int_equal(nt_interrupt_connect(NT_NO_NIC, 0, fd, isr, NULL, 7, &i), 0);
	for (int k = 1; k <= 20; k++) {
		assert_int_equal(write(fd, &one, 8), 8);
		assert_int_equal(wait_ms(&done, 5000), STATUS_SUCCESS);
		assert_int_equal(isrs, k);
		assert_int_equal(isr_dpcs, k);
	}
	nt_interrupt_lock(i, &old); /* excludes the ISR */
	assert_int_equal(nt_irql(), 7);
	in_isr++;
	assert_int_equal(write(fd, &one, 8), 8);
	if (serial)
		for (unsigned k = 0; k < 50; k++)
			nt_yield();
	else
		nanosleep(&(struct timespec){.tv_nsec = 30000000}, NULL);
	assert_int_equal(isrs, 20);
	in_isr--;
	nt_interrupt_unlock(i, old);
	assert_int_equal(wait_ms(&done, 5000), STATUS_SUCCESS);
	assert_int_equal(isrs, 21);
	assert_int_equal(isr_overlap, 0);
	nt_interrupt_disconnect(i);
	assert_int_equal(write(fd, &one, 8), 8);
	core_sleep_ms(10);
	assert_int_equal(isrs, 21);
	close(fd);
}

/* An interrupt does not wait for a processor: every one is held at DISPATCH_LEVEL. */
static _Atomic int hold, holding;
static void holder(void *arg)
{
	KIRQL old = KfRaiseIrql(DISPATCH_LEVEL);
	holding++;
	while (hold)
		nt_yield();
	KeLowerIrql(old);
}

static void NTAPI count_dpc(struct _KDPC *Dpc, PVOID DeferredContext, PVOID SystemArgument1, PVOID SystemArgument2)
{
	isr_dpcs++;
}

static void interrupt_of_busy_processors(void **s)
{
	struct nt_interrupt *i;
	struct nt_thread *t[4];
	uint64_t one = 1;
	int fd = eventfd(0, EFD_NONBLOCK);

	isrs = isr_dpcs = holding = 0;
	hold = 1;
	KeInitializeDpc(&isr_dpc, count_dpc, NULL);
	assert_int_equal(nt_interrupt_connect(NT_NO_NIC, 0, fd, isr, NULL, 7, &i), 0);
	for (unsigned k = 0; k < 4; k++)
		t[k] = nt_thread_start("holder", holder, NULL);
	while (holding < 4)
		nt_yield();
	assert_int_equal(write(fd, &one, 8), 8);
	uint64_t end = core_real_ms() + 5000;
	while (!isrs && core_real_ms() < end)
		nt_yield();
	assert_int_equal(isrs, 1);
	assert_int_equal(isr_dpcs, 0); /* but its DPC does */
	hold = 0;
	for (unsigned k = 0; k < 4; k++)
		nt_thread_join(t[k]);
	KeFlushQueuedDpcs();
	while (!isr_dpcs && core_real_ms() < end)
		nt_yield();
	assert_int_equal(isr_dpcs, 1);
	nt_interrupt_disconnect(i);
	close(fd);
}

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest tests[] = {
	        T(one_shot), T(periodic), T(ex_timers), T(in_order), T(work_items), T(interrupts), T(interrupt_of_busy_processors)};
	int bad = cmocka_run_group_tests_name("free", tests, NULL, NULL);
	serial = true;
	return bad + cmocka_run_group_tests_name("serial", tests, NULL, NULL);
}
