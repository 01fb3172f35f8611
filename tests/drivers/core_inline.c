/*
 * What drivers do inline and what they do through imports of the executive's core, steered by tests/nt/test_core_driver.c through the
 * exports.
 */
#include <ntddk.h>

#define EXPORT_TO_TEST __declspec(dllexport)

EXPORT_TO_TEST KIRQL TestReadIrql(void)
{
	return KeGetCurrentIrql();
} /* reads cr8 */
EXPORT_TO_TEST void TestWriteCr8(ULONG64 irql)
{
	__writecr8(irql);
}
EXPORT_TO_TEST PVOID TestThread(void)
{
	return KeGetCurrentThread();
}
EXPORT_TO_TEST ULONG TestProcessor(void)
{
	return KeGetCurrentProcessorIndex();
}
EXPORT_TO_TEST ULONG TestProcessorByte(void)
{
	return __readgsbyte(0x184);
}
EXPORT_TO_TEST PVOID TestSelf(void)
{
	return (PVOID)__readgsqword(0x18);
}
EXPORT_TO_TEST ULONG64 TestInterruptTime(void)
{
	return KeQueryInterruptTime();
}
EXPORT_TO_TEST LONGLONG TestSystemTime(void)
{
	LARGE_INTEGER t;
	KeQuerySystemTime(&t);
	return t.QuadPart;
}

/* Polls the time inline, without a call, until `units` of 100 ns have passed: returns the turns it took. */
EXPORT_TO_TEST ULONG64 TestPollTime(ULONG64 units)
{
	ULONG64 start = KeQueryInterruptTime(), turns = 0;
	while (KeQueryInterruptTime() - start < units)
		turns++;
	return turns;
}

EXPORT_TO_TEST NTSTATUS TestWait(PKEVENT event, LONGLONG timeout)
{
	LARGE_INTEGER t;
	t.QuadPart = timeout;
	return KeWaitForSingleObject(event, Executive, KernelMode, FALSE, &t);
}

/* Delay at DISPATCH_LEVEL: allowed up to APC_LEVEL, so the call is refused before it blocks. */
EXPORT_TO_TEST NTSTATUS TestDelayAtDispatch(void)
{
	LARGE_INTEGER t;
	KIRQL old;
	NTSTATUS s;
	KeRaiseIrql(DISPATCH_LEVEL, &old);
	t.QuadPart = -10;
	s = KeDelayExecutionThread(KernelMode, FALSE, &t);
	KeLowerIrql(old);
	return s;
}

EXPORT_TO_TEST ULONG TestEventAtHigh(PKEVENT event)
{
	KIRQL old;
	KeRaiseIrql(HIGH_LEVEL, &old);
	KeSetEvent(event, 0, FALSE); /* wrong: at most DISPATCH_LEVEL */
	KeLowerIrql(old);
	return (ULONG)old;
}

/* A lock taken by cr8 and the AtDpcLevel form, as older drivers do. */
EXPORT_TO_TEST void TestLockByCr8(PKSPIN_LOCK lock, volatile LONG *counter, ULONG rounds)
{
	while (rounds--) {
		ULONG64 old = __readcr8();
		__writecr8(DISPATCH_LEVEL);
		KeAcquireSpinLockAtDpcLevel(lock);
		*counter = *counter + 1;
		KeReleaseSpinLockFromDpcLevel(lock);
		__writecr8(old);
	}
}

static __declspec(noinline) void deep(ULONG depth)
{
	volatile UCHAR room[200];
	room[depth & 127] = 1;
	if (depth)
		deep(depth - 1);
	else
		PsTerminateSystemThread(STATUS_CANCELLED);
	room[0] = 2;
}

static KSTART_ROUTINE ends_itself;
static void ends_itself(PVOID context)
{
	deep((ULONG)(ULONG_PTR)context);
}

EXPORT_TO_TEST NTSTATUS TestSystemThread(PHANDLE thread)
{
	return PsCreateSystemThread(thread, THREAD_ALL_ACCESS, NULL, NULL, NULL, ends_itself, (PVOID)20);
}

EXPORT_TO_TEST ULONG TestTouchAtDispatch(volatile ULONG *address)
{
	KIRQL old;
	ULONG v;
	KeRaiseIrql(DISPATCH_LEVEL, &old);
	v = *address;
	KeLowerIrql(old);
	return v;
}

EXPORT_TO_TEST void TestLoopAtDispatch(void)
{
	__writecr8(DISPATCH_LEVEL);
	for (;;)
		_mm_pause();
}

EXPORT_TO_TEST void TestBugCheck(ULONG code)
{
	KeBugCheckEx(code, 0x11, 0x22, 0x33, 0x44);
}

static KDEFERRED_ROUTINE counting_dpc;
static void counting_dpc(PKDPC dpc, PVOID context, PVOID a1, PVOID a2)
{
	UNREFERENCED_PARAMETER(dpc);
	UNREFERENCED_PARAMETER(a1);
	UNREFERENCED_PARAMETER(a2);
	if (KeGetCurrentIrql() == DISPATCH_LEVEL)
		++*(volatile LONG *)context;
}

EXPORT_TO_TEST BOOLEAN TestQueueDpc(PKDPC dpc, volatile LONG *count)
{
	KeInitializeDpc(dpc, counting_dpc, (PVOID)count);
	return KeInsertQueueDpc(dpc, NULL, NULL);
}

DRIVER_INITIALIZE DriverEntry;
NTSTATUS DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING path)
{
	UNREFERENCED_PARAMETER(driver);
	UNREFERENCED_PARAMETER(path);
	return STATUS_SUCCESS;
}
