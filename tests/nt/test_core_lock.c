/* Locks and interlocked lists under contention, and the semantics of the executive's reader/writer locks; in both modes. */
#include "nt/core_test.h"

static bool serial;
static int setup(void **s)
{
	core_start(serial, 5, 4);
	return 0;
}
static int teardown(void **s)
{
	core_stop();
	return 0;
}
#define ROUNDS (serial ? 60 : 4000)
#define N      6

static void together(void (*fn)(void *), void *args[])
{
	struct nt_thread *t[N];
	for (unsigned i = 0; i < N; i++)
		t[i] = nt_thread_start("contender", fn, args ? args[i] : (void *)(uintptr_t)i);
	for (unsigned i = 0; i < N; i++)
		nt_thread_join(t[i]);
}

/* ---- spin locks: a plain counter only survives if they exclude */
static KSPIN_LOCK spin;
static EX_SPIN_LOCK ex;
static volatile uint64_t counter, mirror;
static _Atomic int readers, most_readers, torn;

static void spinner(void *arg)
{
	KLOCK_QUEUE_HANDLE h;
	for (int i = 0; i < ROUNDS; i++) {
		if ((i + (uintptr_t)arg) % 3 == 0) {
			KeAcquireInStackQueuedSpinLock(&spin, &h);
			counter++;
			KeReleaseInStackQueuedSpinLock(&h);
		} else if ((i + (uintptr_t)arg) % 3 == 1) {
			KIRQL old = KeAcquireSpinLockRaiseToDpc(&spin);
			counter++;
			if (i % 50 == 0)
				nt_yield();
			KeReleaseSpinLock(&spin, old);
		} else {
			KIRQL old = KfRaiseIrql(DISPATCH_LEVEL);
			while (!KeTryToAcquireSpinLockAtDpcLevel(&spin))
				nt_yield();
			counter++;
			KeReleaseSpinLockFromDpcLevel(&spin);
			KeLowerIrql(old);
		}
		assert_int_equal(nt_irql(), PASSIVE_LEVEL);
	}
}

static void spin_locks(void **s)
{
	KeInitializeSpinLock(&spin);
	counter = 0;
	together(spinner, NULL);
	assert_int_equal(counter, (uint64_t)ROUNDS * N);
	assert_true(KeTestSpinLock(&spin));
	assert_int_equal(spin, 0);
}

static void ex_spinner(void *arg)
{
	for (int i = 0; i < ROUNDS; i++) {
		if ((i + (uintptr_t)arg) % 4 == 0) {
			KIRQL old = ExAcquireSpinLockExclusive(&ex);
			counter++;
			if (readers)
				torn++;
			if (i % 20 == 0)
				nt_yield();
			mirror++;
			ExReleaseSpinLockExclusive(&ex, old);
		} else {
			KIRQL old = ExAcquireSpinLockShared(&ex);
			int r = ++readers;
			if (r > most_readers)
				most_readers = r;
			if (counter != mirror)
				torn++;
			if (i % 20 == 1)
				nt_yield();
			if (i % 9 == 2 && r == 1 && !serial) {
				readers--; /* only the sole reader may become the writer */
				if (ExTryConvertSharedSpinLockExclusive(&ex)) {
					counter++;
					mirror++;
					ExReleaseSpinLockExclusive(&ex, old);
					continue;
				}
				readers++;
			}
			readers--;
			ExReleaseSpinLockShared(&ex, old);
		}
	}
}

static void reader_writer_spin_locks(void **s)
{
	ex = 0;
	counter = mirror = 0;
	torn = readers = most_readers = 0;
	together(ex_spinner, NULL);
	assert_int_equal(torn, 0);
	assert_int_equal(ex, 0);
	assert_int_equal(counter, mirror);
	assert_true(most_readers > 1);
	KIRQL old = ExAcquireSpinLockShared(&ex);
	assert_true(ExTryAcquireSpinLockSharedAtDpcLevel(&ex));
	assert_false(ExTryAcquireSpinLockExclusiveAtDpcLevel(&ex));
	assert_false(ExTryConvertSharedSpinLockExclusive(&ex));
	ExReleaseSpinLockSharedFromDpcLevel(&ex);
	assert_true(ExTryConvertSharedSpinLockExclusive(&ex));
	assert_false(ExTryAcquireSpinLockSharedAtDpcLevel(&ex));
	ExReleaseSpinLockExclusive(&ex, old);
	assert_int_equal(ex, 0);
}

/* ---- lists: nothing lost, nothing twice */
static struct item {
	_Alignas(16) SLIST_ENTRY link;
	LIST_ENTRY list;
	unsigned value;
	_Atomic int taken;
} items[N * 64];
static SLIST_HEADER slist;
static LIST_ENTRY head;
static _Atomic unsigned popped;

static void slist_worker(void *arg)
{
	unsigned mine = (unsigned)(uintptr_t)arg * 64;
	for (unsigned i = 0; i < 64; i++)
		ExpInterlockedPushEntrySList(&slist, &items[mine + i].link);
	for (int i = 0; i < ROUNDS; i++) {
		struct item *e = (struct item *)ExpInterlockedPopEntrySList(&slist);
		if (!e)
			continue;
		if (e->taken++)
			torn++;
		e->taken--;
		if (i % 64 == 0)
			nt_yield();
		ExpInterlockedPushEntrySList(&slist, &e->link);
	}
	for (unsigned i = 0; i < 64; i++) {
		struct item *e = (struct item *)ExpInterlockedPopEntrySList(&slist);
		if (e && e->taken++ == 0)
			popped++;
	}
}

static void slists(void **s)
{
	memset(items, 0, sizeof items);
	torn = 0;
	popped = 0;
	InitializeSListHead(&slist);
	assert_null(ExpInterlockedPopEntrySList(&slist));
	together(slist_worker, NULL);
	assert_int_equal(torn, 0);
	assert_int_equal(popped, N * 64);
	assert_int_equal(ExQueryDepthSList(&slist), 0);
	for (unsigned i = 0; i < 3; i++)
		assert_ptr_equal(ExpInterlockedPushEntrySList(&slist, &items[i].link), i ? &items[i - 1].link : NULL);
	assert_int_equal(ExQueryDepthSList(&slist), 3);
	assert_ptr_equal(ExpInterlockedFlushSList(&slist), &items[2].link);
	assert_int_equal(ExQueryDepthSList(&slist), 0);
}

static void list_worker(void *arg)
{
	for (int i = 0; i < 64; i++)
		ExInterlockedInsertTailList(&head, &items[(uintptr_t)arg * 64 + (unsigned)i].list, &spin);
	for (int i = 0; i < ROUNDS; i++) {
		LIST_ENTRY *e = ExInterlockedRemoveHeadList(&head, &spin);
		if (e)
			ExInterlockedInsertHeadList(&head, e, &spin);
	}
	for (int i = 0; i < 64; i++)
		if (ExInterlockedRemoveHeadList(&head, &spin))
			popped++;
}

static void interlocked_lists(void **s)
{
	InitializeListHead(&head);
	spin = 0;
	popped = 0;
	together(list_worker, NULL);
	assert_int_equal(popped, N * 64);
	assert_true(IsListEmpty(&head));
	assert_null(ExInterlockedInsertTailList(&head, &items[0].list, &spin));
	assert_ptr_equal(ExInterlockedInsertTailList(&head, &items[1].list, &spin), &items[0].list);
	assert_int_equal(nt_irql(), PASSIVE_LEVEL);
	ULONG u = 5;
	assert_int_equal(ExInterlockedAddUlong(&u, 3, &spin), 5);
	assert_int_equal(u, 8);
}

/* ---- fast mutex */
static FAST_MUTEX fast;
static void fast_worker(void *arg)
{
	for (int i = 0; i < ROUNDS; i++) {
		ExAcquireFastMutex(&fast);
		assert_int_equal(nt_irql(), APC_LEVEL);
		counter++;
		if (i % 100 == 0)
			nt_yield();
		ExReleaseFastMutex(&fast);
		assert_int_equal(nt_irql(), PASSIVE_LEVEL);
	}
}

static void fast_mutexes(void **s)
{
	ExInitializeFastMutex(&fast);
	counter = 0;
	together(fast_worker, NULL);
	assert_int_equal(counter, (uint64_t)ROUNDS * N);
	assert_true(ExTryToAcquireFastMutex(&fast));
	assert_int_equal(nt_irql(), APC_LEVEL);
	ExReleaseFastMutex(&fast);
	KGUARDED_MUTEX g;
	KeInitializeGuardedMutex(&g);
	KeAcquireGuardedMutex(&g);
	assert_true(KeAreAllApcsDisabled());
	KeReleaseGuardedMutex(&g);
	assert_false(KeAreAllApcsDisabled());
}

/* ---- ERESOURCE */
static ERESOURCE res;
static _Atomic int got;
struct want {
	BOOLEAN(NTAPI *acquire)(PERESOURCE, BOOLEAN);
	KEVENT go;
};

static void want(void *arg)
{
	struct want *w = arg;
	KeEnterCriticalRegion();
	w->acquire(&res, TRUE);
	got++;
	KeWaitForSingleObject(&w->go, Executive, KernelMode, FALSE, NULL);
	ExReleaseResourceLite(&res);
	KeLeaveCriticalRegion();
}

static void resources(void **s)
{
	struct want w[4] = {{.acquire = ExAcquireResourceSharedLite},
	                    {.acquire = ExAcquireResourceExclusiveLite},
	                    {.acquire = ExAcquireResourceSharedLite},
	                    {.acquire = ExAcquireSharedStarveExclusive}};
	struct nt_thread *t[4];

	assert_int_equal(ExInitializeResourceLite(&res), STATUS_SUCCESS);
	unsigned findings = nt_finding_count();
	ExAcquireResourceSharedLite(&res, TRUE); /* with APCs enabled: told */
	assert_int_equal(nt_finding_count(), findings + 1);
	ExReleaseResourceLite(&res);
	KeEnterCriticalRegion();
	for (unsigned i = 0; i < 4; i++)
		KeInitializeEvent(&w[i].go, NotificationEvent, FALSE);
	got = 0;
	assert_true(ExAcquireResourceExclusiveLite(&res, FALSE));
	assert_true(ExAcquireResourceSharedLite(&res, FALSE)); /* the owner's shared request counts as exclusive */
	assert_int_equal(ExIsResourceAcquiredSharedLite(&res), 2);
	ExReleaseResourceLite(&res);
	assert_true(ExIsResourceAcquiredExclusiveLite(&res));
	t[0] = nt_thread_start("shared", want, &w[0]);
	core_sleep_ms(10);
	t[1] = nt_thread_start("exclusive", want, &w[1]);
	core_sleep_ms(10);
	assert_int_equal(got, 0);
	assert_int_equal(ExGetSharedWaiterCount(&res), 1);
	assert_int_equal(ExGetExclusiveWaiterCount(&res), 1);
	ExConvertExclusiveToSharedLite(&res); /* lets the shared waiter in, not the exclusive one */
	core_sleep_ms(10);
	assert_int_equal(got, 1);
	assert_true(ExAcquireResourceSharedLite(&res, FALSE));      /* an owner may come again past an exclusive waiter */
	assert_false(ExAcquireSharedWaitForExclusive(&res, FALSE)); /* not so */
	ExReleaseResourceLite(&res);
	t[2] = nt_thread_start("shared behind", want, &w[2]);
	t[3] = nt_thread_start("starver", want, &w[3]);
	core_sleep_ms(10);
	assert_int_equal(got, 2); /* the starver; the new shared one waits behind the exclusive one */
	KeSetEvent(&w[3].go, 0, FALSE);
	KeSetEvent(&w[0].go, 0, FALSE);
	ExReleaseResourceLite(&res);
	core_sleep_ms(10);
	assert_int_equal(got, 3); /* the exclusive one */
	KeSetEvent(&w[1].go, 0, FALSE);
	core_sleep_ms(10);
	assert_int_equal(got, 4);
	KeSetEvent(&w[2].go, 0, FALSE);
	for (unsigned i = 0; i < 4; i++)
		nt_thread_join(t[i]);
	assert_int_equal(ExIsResourceAcquiredSharedLite(&res), 0);
	assert_int_equal(ExDeleteResourceLite(&res), STATUS_SUCCESS);
	KeLeaveCriticalRegion();
}

static void resource_worker(void *arg)
{
	for (int i = 0; i < ROUNDS / 2; i++) {
		KeEnterCriticalRegion();
		if ((i + (uintptr_t)arg) % 3 == 0) {
			ExAcquireResourceExclusiveLite(&res, TRUE);
			counter++;
			if (i % 40 == 0)
				nt_yield();
			mirror++;
		} else {
			ExAcquireResourceSharedLite(&res, TRUE);
			if (counter != mirror)
				torn++;
		}
		ExReleaseResourceLite(&res);
		KeLeaveCriticalRegion();
	}
}

static void resource_contention(void **s)
{
	ExInitializeResourceLite(&res);
	counter = mirror = 0;
	torn = 0;
	together(resource_worker, NULL);
	assert_int_equal(torn, 0);
	assert_int_equal(counter, (uint64_t)N * ((uint64_t)ROUNDS / 2) / 3);
	ExDeleteResourceLite(&res);
}

/* ---- push lock */
NTKERNELAPI void NTAPI ExInitializePushLock(PULONG_PTR);
NTKERNELAPI void NTAPI ExAcquirePushLockExclusiveEx(PULONG_PTR, ULONG);
NTKERNELAPI void NTAPI ExAcquirePushLockSharedEx(PULONG_PTR, ULONG);
NTKERNELAPI void NTAPI ExReleasePushLockExclusiveEx(PULONG_PTR, ULONG);
NTKERNELAPI void NTAPI ExReleasePushLockSharedEx(PULONG_PTR, ULONG);
static ULONG_PTR push;
static void push_worker(void *arg)
{
	for (int i = 0; i < ROUNDS / 2; i++) {
		KeEnterCriticalRegion();
		if ((i + (uintptr_t)arg) % 3 == 0) {
			ExAcquirePushLockExclusiveEx(&push, 0);
			counter++;
			if (i % 40 == 0)
				nt_yield();
			mirror++;
			ExReleasePushLockExclusiveEx(&push, 0);
		} else {
			ExAcquirePushLockSharedEx(&push, 0);
			if (counter != mirror)
				torn++;
			if (i % 40 == 1)
				core_sleep_ms(0);
			ExReleasePushLockSharedEx(&push, 0);
		}
		KeLeaveCriticalRegion();
	}
}

static void push_locks(void **s)
{
	ExInitializePushLock(&push);
	counter = mirror = 0;
	torn = 0;
	together(push_worker, NULL);
	assert_int_equal(torn, 0);
	assert_int_equal(counter, (uint64_t)N * ((uint64_t)ROUNDS / 2) / 3);
	assert_int_equal(push & ~2ull, 0);
	assert_int_equal(nt_finding_count(), 0);
}

/* ---- run-down protection */
static EX_RUNDOWN_REF rundown;
static _Atomic int users, closed;
static void user(void *arg)
{
	while (ExAcquireRundownProtection(&rundown)) {
		users++;
		if (closed)
			torn++;
		nt_yield();
		users--;
		ExReleaseRundownProtection(&rundown);
		core_sleep_ms(1);
	}
}

static void run_down(void **s)
{
	struct nt_thread *t[3];
	ExInitializeRundownProtection(&rundown);
	torn = users = closed = 0;
	for (unsigned i = 0; i < 3; i++)
		t[i] = nt_thread_start("user", user, NULL);
	core_sleep_ms(20);
	ExWaitForRundownProtectionRelease(&rundown);
	closed = 1;
	assert_int_equal(users, 0);
	for (unsigned i = 0; i < 3; i++)
		nt_thread_join(t[i]);
	assert_int_equal(torn, 0);
	assert_false(ExAcquireRundownProtection(&rundown));
	ExReInitializeRundownProtection(&rundown);
	assert_true(ExAcquireRundownProtection(&rundown));
	ExReleaseRundownProtection(&rundown);
}

static void device_queues(void **s)
{
	KDEVICE_QUEUE q;
	KDEVICE_QUEUE_ENTRY e[4];
	KIRQL old = KfRaiseIrql(DISPATCH_LEVEL);
	KeInitializeDeviceQueue(&q);
	assert_false(KeInsertDeviceQueue(&q, &e[0])); /* was idle: not queued, now busy */
	assert_true(KeInsertByKeyDeviceQueue(&q, &e[1], 20));
	assert_true(KeInsertByKeyDeviceQueue(&q, &e[2], 10));
	assert_true(KeInsertByKeyDeviceQueue(&q, &e[3], 15));
	assert_ptr_equal(KeRemoveByKeyDeviceQueue(&q, 12), &e[3]);
	assert_true(KeRemoveEntryDeviceQueue(&q, &e[1]));
	assert_ptr_equal(KeRemoveDeviceQueue(&q), &e[2]);
	assert_true(q.Busy);
	assert_null(KeRemoveDeviceQueue(&q));
	assert_false(q.Busy);
	KeLowerIrql(old);
}

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest tests[] = {
	        T(spin_locks), T(reader_writer_spin_locks), T(slists),     T(interlocked_lists), T(fast_mutexes),
	        T(resources),  T(resource_contention),      T(push_locks), T(run_down),          T(device_queues)};
	int bad = cmocka_run_group_tests_name("free", tests, NULL, NULL);
	serial = true;
	return bad + cmocka_run_group_tests_name("serial", tests, NULL, NULL);
}
