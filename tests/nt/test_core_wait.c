/* Waiting: events, semaphores, mutexes, threads, several objects, time-outs; in both modes. */
#include "nt/core_test.h"

static bool serial;
static int setup(void **s)
{
	core_start(serial, 11, 4);
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

static void events(void **s)
{
	KEVENT n, y;
	KeInitializeEvent(&n, NotificationEvent, FALSE);
	KeInitializeEvent(&y, SynchronizationEvent, TRUE);
	assert_int_equal(wait_ms(&n, 0), STATUS_TIMEOUT);
	assert_int_equal(KeSetEvent(&n, 0, FALSE), 0);
	assert_int_equal(KeSetEvent(&n, 0, FALSE), 1);
	assert_int_equal(wait_ms(&n, 0), STATUS_SUCCESS);
	assert_int_equal(KeReadStateEvent(&n), 1);
	assert_int_equal(KeResetEvent(&n), 1);
	assert_int_equal(wait_ms(&y, 0), STATUS_SUCCESS);
	assert_int_equal(KeReadStateEvent(&y), 0);
	uint64_t before = nt_time_100ns();
	assert_int_equal(wait_ms(&y, 30), STATUS_TIMEOUT);
	assert_true(nt_time_100ns() - before >= 300000);
	LARGE_INTEGER at = {.QuadPart = (LONGLONG)nt_system_time_100ns() + 200000}; /* absolute */
	before = nt_time_100ns();
	assert_int_equal(KeWaitForSingleObject(&y, Executive, KernelMode, FALSE, &at), STATUS_TIMEOUT);
	assert_true(nt_time_100ns() - before >= 190000);
}

static void set_later(void *e)
{
	core_sleep_ms(10);
	KeSetEvent(e, 0, FALSE);
}

static void woken(void **s)
{
	KEVENT e;
	KeInitializeEvent(&e, SynchronizationEvent, FALSE);
	struct nt_thread *t = nt_thread_start("setter", set_later, &e);
	assert_int_equal(wait_ms(&e, 5000), STATUS_SUCCESS);
	assert_int_equal(KeReadStateEvent(&e), 0);
	nt_thread_join(t);
}

static _Atomic int woke;
static void wait_and_count(void *e)
{
	if (KeWaitForSingleObject(e, Executive, KernelMode, FALSE, NULL) == STATUS_SUCCESS)
		woke++;
}

static void one_or_all(void **s)
{
	KEVENT sync, note;
	struct nt_thread *t[3];
	for (unsigned kind = 0; kind < 2; kind++) {
		KeInitializeEvent(&sync, kind ? NotificationEvent : SynchronizationEvent, FALSE);
		woke = 0;
		for (unsigned i = 0; i < 3; i++)
			t[i] = nt_thread_start("waiter", wait_and_count, &sync);
		core_sleep_ms(20);
		KeSetEvent(&sync, 0, FALSE);
		core_sleep_ms(20);
		assert_int_equal(woke, kind ? 3 : 1);
		for (unsigned i = kind ? 3 : 1; i < 3; i++) {
			KeSetEvent(&sync, 0, FALSE);
			core_sleep_ms(5);
		}
		for (unsigned i = 0; i < 3; i++)
			nt_thread_join(t[i]);
		assert_int_equal(woke, 3);
	}
	KeInitializeEvent(&note, NotificationEvent, FALSE);
	KePulseEvent(&note, 0, FALSE);
	assert_int_equal(KeReadStateEvent(&note), 0);
}

static void semaphores(void **s)
{
	KSEMAPHORE m;
	KeInitializeSemaphore(&m, 2, 3);
	assert_int_equal(wait_ms(&m, 0), STATUS_SUCCESS);
	assert_int_equal(wait_ms(&m, 0), STATUS_SUCCESS);
	assert_int_equal(wait_ms(&m, 0), STATUS_TIMEOUT);
	assert_int_equal(KeReleaseSemaphore(&m, 0, 3, FALSE), 0);
	assert_int_equal(KeReadStateSemaphore(&m), 3);
}

static void take_and_end(void *m)
{
	assert_int_equal(KeWaitForSingleObject(m, Executive, KernelMode, FALSE, NULL), STATUS_SUCCESS);
}

static void mutexes(void **s)
{
	KMUTEX m;
	KeInitializeMutex(&m, 0);
	assert_int_equal(wait_ms(&m, 0), STATUS_SUCCESS);
	assert_true(KeAreApcsDisabled());
	assert_int_equal(wait_ms(&m, 0), STATUS_SUCCESS); /* recursion */
	assert_int_equal(KeReadStateMutex(&m), -1);
	assert_int_equal(KeReleaseMutex(&m, FALSE), -1);
	assert_int_equal(KeReleaseMutex(&m, FALSE), 0);
	assert_false(KeAreApcsDisabled());
	struct nt_thread *t = nt_thread_start("ends with a mutex", take_and_end, &m);
	nt_thread_join(t);
	assert_int_equal(wait_ms(&m, 1000), STATUS_ABANDONED);
	assert_int_equal(KeReleaseMutex(&m, FALSE), 0);
	assert_int_equal(wait_ms(&m, 0), STATUS_SUCCESS); /* abandoned once only */
	KeReleaseMutex(&m, FALSE);
}

static void several(void **s)
{
	KEVENT a, b;
	KSEMAPHORE c;
	KWAIT_BLOCK blocks[8];
	void *objects[] = {&a, &b, &c}, *many[8];
	LARGE_INTEGER zero = {.QuadPart = 0}, t = core_ms(20);

	KeInitializeEvent(&a, SynchronizationEvent, FALSE);
	KeInitializeEvent(&b, SynchronizationEvent, TRUE);
	KeInitializeSemaphore(&c, 0, 10);
	assert_int_equal(KeWaitForMultipleObjects(3, objects, WaitAny, Executive, KernelMode, FALSE, &zero, NULL), STATUS_WAIT_1);
	KeSetEvent(&b, 0, FALSE);
	KeSetEvent(&a, 0, FALSE);
	assert_int_equal(KeWaitForMultipleObjects(3, objects, WaitAll, Executive, KernelMode, FALSE, &t, NULL), STATUS_TIMEOUT);
	assert_int_equal(KeReadStateEvent(&a), 1); /* all or nothing */
	KeReleaseSemaphore(&c, 0, 1, FALSE);
	assert_int_equal(KeWaitForMultipleObjects(3, objects, WaitAll, Executive, KernelMode, FALSE, &t, NULL), STATUS_SUCCESS);
	assert_int_equal(KeReadStateEvent(&a), 0);
	assert_int_equal(KeReadStateSemaphore(&c), 0);
	for (unsigned i = 0; i < 8; i++)
		many[i] = i == 6 ? (void *)&a : (void *)&b;
	struct nt_thread *w = nt_thread_start("setter", set_later, &a);
	t = core_ms(5000);
	assert_int_equal(KeWaitForMultipleObjects(8, many, WaitAny, Executive, KernelMode, FALSE, &t, blocks), STATUS_WAIT_0 + 6);
	nt_thread_join(w);
	assert_true(IsListEmpty(&b.Header.WaitListHead));
}

static void NTAPI system_thread(PVOID context)
{
	core_sleep_ms(5);
	if (context)
		PsTerminateSystemThread(STATUS_DEVICE_BUSY);
}

NTSTATUS NTAPI PsLookupThreadByThreadId(HANDLE ThreadId, PETHREAD *Thread); /* ntifs.h */
static void threads(void **s)
{
	HANDLE h;
	CLIENT_ID id;
	PETHREAD object;

	for (uintptr_t i = 0; i < 2; i++) {
		assert_int_equal(PsCreateSystemThread(&h, THREAD_ALL_ACCESS, NULL, NULL, &id, system_thread, (void *)i), STATUS_SUCCESS);
		assert_int_equal(ObReferenceObjectByHandle(h, THREAD_ALL_ACCESS, NULL, KernelMode, (void **)&object, NULL), STATUS_SUCCESS);
		assert_ptr_equal(PsGetThreadId(object), id.UniqueThread);
		assert_int_equal(wait_ms(object, 5000), STATUS_SUCCESS);
		assert_int_equal(PsGetThreadExitStatus(object), i ? STATUS_DEVICE_BUSY : STATUS_SUCCESS);
		assert_int_equal(wait_ms(object, 0), STATUS_SUCCESS);
		ObDereferenceObject(object);
		assert_int_equal(ZwClose(h), STATUS_SUCCESS);
	}
	assert_int_equal(PsTerminateSystemThread(0), STATUS_INVALID_PARAMETER); /* this is none */
	assert_int_equal(PsLookupThreadByThreadId(PsGetCurrentThreadId(), &object), STATUS_SUCCESS);
	assert_ptr_equal(object, PsGetCurrentThread());
	ObDereferenceObject(object);
}

static void NTAPI waits_for_ever(PVOID context)
{
	KEVENT e;
	KeInitializeEvent(&e, NotificationEvent, FALSE);
	KeWaitForSingleObject(&e, Executive, KernelMode, FALSE, NULL);
	fail();
}

static void left_over_thread(void **s)
{
	HANDLE h;
	assert_int_equal(PsCreateSystemThread(&h, THREAD_ALL_ACCESS, NULL, NULL, NULL, waits_for_ever, NULL), STATUS_SUCCESS);
	core_sleep_ms(5);
	ZwClose(h);
	/* teardown's nt_exit must end it */
}

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest tests[] = {T(events),  T(woken),   T(one_or_all), T(semaphores),
	                                   T(mutexes), T(several), T(threads),    T(left_over_thread)};
	int bad = cmocka_run_group_tests_name("free", tests, NULL, NULL);
	serial = true;
	return bad + cmocka_run_group_tests_name("serial", tests, NULL, NULL);
}
