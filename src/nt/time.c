/*
 * Reading the time. One clock (sched.c): interrupt time in 100 ns units, which is also the performance counter (10 MHz, as Windows has it
 * since version 10); system time is that plus a constant. Tick counts follow the 15.625 ms clock interrupt that a tick-counting driver
 * expects.
 */
#include "nt/core.h"
#include <time.h>

#define TIME_INCREMENT 156250u

LARGE_INTEGER NTAPI KeQueryPerformanceCounter(PLARGE_INTEGER PerformanceFrequency)
{
	if (PerformanceFrequency)
		PerformanceFrequency->QuadPart = NT_SECOND;
	return (LARGE_INTEGER){.QuadPart = (LONGLONG)nt_time_100ns()};
}

ULONG NTAPI KeQueryTimeIncrement(void)
{
	return TIME_INCREMENT;
}

void NTAPI KeQuerySystemTimePrecise(PLARGE_INTEGER CurrentTime)
{
	CurrentTime->QuadPart = (LONGLONG)nt_system_time_100ns();
}

static ULONG64 precise(PULONG64 qpc)
{
	uint64_t now = nt_time_100ns();
	if (qpc)
		*qpc = now;
	return now;
}

ULONG64 NTAPI KeQueryInterruptTimePrecise(PULONG64 QpcTimeStamp)
{
	return precise(QpcTimeStamp);
}

ULONG64 NTAPI KeQueryUnbiasedInterruptTimePrecise(PULONG64 QpcTimeStamp)
{
	return precise(QpcTimeStamp);
}

ULONGLONG NTAPI KeQueryUnbiasedInterruptTime(void)
{
	return nt_time_100ns();
}

/* On x64 the headers read these from KUSER_SHARED_DATA; the exports exist for MmGetSystemRoutineAddress and for code of ours. */
void NTAPI KeQuerySystemTime(PLARGE_INTEGER t)
{
	t->QuadPart = (LONGLONG)nt_system_time_100ns();
}

ULONGLONG NTAPI KeQueryInterruptTime(void)
{
	return nt_time_100ns();
}

void NTAPI KeQueryTickCount(PLARGE_INTEGER t)
{
	t->QuadPart = (LONGLONG)(nt_time_100ns() / TIME_INCREMENT);
}

/* Free mode: short stalls spin; from 200 us on the host may have the processor for most of it, since the driver waits for hardware that
 * needs one. */
void NTAPI KeStallExecutionProcessor(ULONG MicroSeconds)
{
	if (nt_serial()) {
		nt_sched_advance(MicroSeconds * 10ull);
		return;
	}
	uint64_t end = clock_mono_ns() + MicroSeconds * 1000ull;
	if (MicroSeconds >= 200) {
		uint64_t ns = (MicroSeconds - 100) * 1000ull;
		struct timespec t = {.tv_sec = (time_t)(ns / 1000000000u), .tv_nsec = (long)(ns % 1000000000u)};
		nanosleep(&t, NULL);
	}
	while (clock_mono_ns() < end)
		__builtin_ia32_pause();
}

/* Timers are exact to the host's resolution whatever was asked for: the answers are what a machine in its default state gives. */
ULONG NTAPI ExSetTimerResolution(ULONG DesiredTime, BOOLEAN SetResolution)
{
	return TIME_INCREMENT;
}

void NTAPI ExQueryTimerResolution(PULONG MaximumTime, PULONG MinimumTime, PULONG CurrentTime)
{
	*MaximumTime = TIME_INCREMENT;
	*MinimumTime = 5000;
	*CurrentTime = TIME_INCREMENT;
}

/* No auxiliary counter: the documented answer of a machine without one. */
NTSTATUS NTAPI KeQueryAuxiliaryCounterFrequency(PULONG64 AuxiliaryCounterFrequency)
{
	return STATUS_NOT_SUPPORTED;
}

NTSTATUS NTAPI KeConvertAuxiliaryCounterToPerformanceCounter(ULONG64 AuxiliaryCounterValue, PULONG64 PerformanceCounterValue,
                                                             PULONG64 ConversionError)
{
	return STATUS_NOT_SUPPORTED;
}

NTSTATUS NTAPI KeConvertPerformanceCounterToAuxiliaryCounter(ULONG64 PerformanceCounterValue, PULONG64 AuxiliaryCounterValue,
                                                             PULONG64 ConversionError)
{
	return STATUS_NOT_SUPPORTED;
}
