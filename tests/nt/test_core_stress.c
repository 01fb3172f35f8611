/* Everything at once: threads that queue, remove and flush DPCs, set and cancel timers, wait with short time-outs, take locks and spawn
 * threads; free mode for a second, serial mode over several seeds, each twice. What is counted must add up: no DPC is lost or run twice, no
 * wake-up lost. */
#include "nt/core_test.h"

#define THREADS 6
#define DPCS    8
#define TIMERS  4

static KDPC dpcs[DPCS], timer_dpcs[TIMERS];
static KTIMER timers[TIMERS];
static KSEMAPHORE semaphore;
static KEVENT event;
static KMUTEX mutex;
static KSPIN_LOCK lock;
static _Atomic uint64_t queued, removed, ran, timer_ran, released, taken, wrong;
static volatile uint64_t under_mutex, under_lock, mutexed, locked;
static _Atomic bool stop;
static bool serial;

static uint32_t draw(uint32_t *r)
{
	*r = *r * 1664525u + 1013904223u;
	return *r >> 8;
}

static void NTAPI dpc(struct _KDPC *Dpc, PVOID DeferredContext, PVOID SystemArgument1, PVOID SystemArgument2)
{
	if (nt_irql() != DISPATCH_LEVEL || atomic_load(&nt_cpus[nt_cpu_current()].owner) != nt_self())
		wrong++;
	ran++;
	KeAcquireSpinLockAtDpcLevel(&lock);
	under_lock++;
	locked++;
	KeReleaseSpinLockFromDpcLevel(&lock);
}

static void NTAPI timer_dpc(struct _KDPC *Dpc, PVOID DeferredContext, PVOID SystemArgument1, PVOID SystemArgument2)
{
	timer_ran++;
	KeSetEvent(&event, 0, FALSE);
}

static void worker(void *arg)
{
	uint32_t r = (uint32_t)(uintptr_t)arg * 7919 + 1;
	unsigned rounds = serial ? 150 : ~0u;
	while (rounds-- && !stop) {
		uint32_t n = draw(&r), i = draw(&r);
		LARGE_INTEGER t = {.QuadPart = -(int64_t)(draw(&r) % 3000)};
		KIRQL old;
		switch (n % 11) {
		case 0:
			queued += KeInsertQueueDpc(&dpcs[i % DPCS], NULL, NULL);
			break;
		case 1:
			old = KfRaiseIrql(DISPATCH_LEVEL);
			queued += KeInsertQueueDpc(&dpcs[i % DPCS], NULL, NULL);
			queued += KeInsertQueueDpc(&dpcs[(i + 1) % DPCS], NULL, NULL);
			KeLowerIrql(old);
			break;
		case 2:
			removed += KeRemoveQueueDpc(&dpcs[i % DPCS]);
			break;
		case 3:
			KeSetTimerEx(&timers[i % TIMERS], t, (LONG)(i % 3), &timer_dpcs[i % TIMERS]);
			break;
		case 4:
			KeCancelTimer(&timers[i % TIMERS]);
			break;
		case 5:
			released++;
			KeReleaseSemaphore(&semaphore, 0, 1, FALSE);
			break;
		case 6:
			if (KeWaitForSingleObject(&semaphore, Executive, KernelMode, FALSE, &t) == STATUS_SUCCESS)
				taken++;
			break;
		case 7: {
			void *both[] = {&event, &semaphore};
			NTSTATUS s = KeWaitForMultipleObjects(2, both, i & 1 ? WaitAny : WaitAll, Executive, KernelMode, FALSE, &t, NULL);
			taken += s == STATUS_WAIT_1 || (s == STATUS_WAIT_0 && !(i & 1));
			break;
		}
		case 8:
			if (KeWaitForSingleObject(&mutex, Executive, KernelMode, FALSE, NULL) == STATUS_SUCCESS) {
				uint64_t v = under_mutex;
				if (i % 8 == 0)
					KeDelayExecutionThread(KernelMode, FALSE, &t);
				under_mutex = v + 1;
				__atomic_fetch_add(&mutexed, 1, __ATOMIC_RELAXED);
				KeReleaseMutex(&mutex, FALSE);
			}
			break;
		case 9:
			old = KeAcquireSpinLockRaiseToDpc(&lock);
			under_lock++;
			locked++;
			KeReleaseSpinLock(&lock, old);
			break;
		case 10:
			if (i % 4 == 0)
				KeFlushQueuedDpcs();
			else
				KeSetSystemAffinityThreadEx(1 + i % 15);
			break;
		}
		if (nt_irql() != PASSIVE_LEVEL || nt_self()->held_count || nt_self()->has_token)
			wrong++;
	}
}

static uint64_t run(uint64_t seed)
{
	struct nt_thread *t[THREADS];
	PROCESSOR_NUMBER p = {0};

	core_start(serial, seed, 4);
	queued = removed = ran = timer_ran = released = taken = wrong = 0;
	under_mutex = under_lock = mutexed = locked = 0;
	stop = false;
	for (unsigned i = 0; i < DPCS; i++) {
		KeInitializeDpc(&dpcs[i], dpc, NULL);
		p.Number = (UCHAR)(i / 2);
		if (i & 1)
			KeSetTargetProcessorDpcEx(&dpcs[i], &p);
		KeSetImportanceDpc(&dpcs[i], (KDPC_IMPORTANCE)(i % 3));
	}
	for (unsigned i = 0; i < TIMERS; i++) {
		KeInitializeTimerEx(&timers[i], i & 1 ? NotificationTimer : SynchronizationTimer);
		KeInitializeDpc(&timer_dpcs[i], timer_dpc, NULL);
	}
	KeInitializeSemaphore(&semaphore, 0, 1 << 30);
	KeInitializeEvent(&event, SynchronizationEvent, FALSE);
	KeInitializeMutex(&mutex, 0);
	KeInitializeSpinLock(&lock);
	for (uintptr_t i = 0; i < THREADS; i++)
		t[i] = nt_thread_start("worker", worker, (void *)i);
	if (!serial) {
		core_sleep_ms(1000);
		stop = true;
	}
	for (unsigned i = 0; i < THREADS; i++)
		nt_thread_join(t[i]);
	for (unsigned i = 0; i < TIMERS; i++)
		KeCancelTimer(&timers[i]);
	KeFlushQueuedDpcs();
	assert_int_equal(wrong, 0);
	assert_int_equal(nt_finding_count(), 0);
	assert_int_equal(queued, ran + removed);
	assert_int_equal(under_mutex, mutexed);
	assert_int_equal(under_lock, locked);
	assert_int_equal(KeReadStateSemaphore(&semaphore), released - taken);
	assert_int_equal(KeReadStateMutex(&mutex), 1);
	assert_true(ran > 0 && timer_ran > 0 && taken > 0);
	assert_true(IsListEmpty(&semaphore.Header.WaitListHead) && IsListEmpty(&event.Header.WaitListHead) &&
	            IsListEmpty(&mutex.Header.WaitListHead));
	uint64_t hash = nt_sched_hash();
	core_stop();
	return hash;
}

static void free_mode(void **s)
{
	serial = false;
	run(0);
}

static void serial_mode(void **s)
{
	serial = true;
	for (uint64_t seed = 1; seed <= 6; seed++)
		assert_true(run(seed) == run(seed));
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(free_mode), cmocka_unit_test(serial_mode)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
