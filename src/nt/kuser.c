/*
 * KUSER_SHARED_DATA: the page drivers read inline at 0xFFFFF78000000000 (facts/layouts.tsv). The image loader patches that address to this
 * copy.
 *
 * The times in it move like on Windows, in steps: the clock thread updates them every 10 ms while driver code runs, and whoever enters
 * driver code when the clock thread slept updates them first. In serial mode they follow virtual time at every scheduling point. They never
 * go back.
 */
#include "nt/core.h"
#include <string.h>

#define PAGE_BYTES 4096
static _Alignas(PAGE_BYTES) union {
	KUSER_SHARED_DATA data;
	uint8_t page[PAGE_BYTES];
} kuser;
static atomic_flag busy = ATOMIC_FLAG_INIT;
static uint64_t shown;

void *nt_kuser_page(void)
{
	return &kuser;
}

/* Drivers read all 8 bytes at once, or High1, Low, High2 until both highs agree: so High2 is written first. Neither store crosses a cache
 * line. */
static void put(volatile KSYSTEM_TIME *at, uint64_t v)
{
	at->High2Time = (LONG)(v >> 32);
	__atomic_thread_fence(__ATOMIC_RELEASE);
	struct __attribute__((packed, may_alias)) pair {
		uint64_t v;
	};
	((volatile struct pair *)at)->v = v;
}

void nt_kuser_update(void)
{
	if (atomic_flag_test_and_set_explicit(&busy, memory_order_acquire))
		return; /* somebody writes a time as good as ours */
	uint64_t now = nt_time_100ns();
	if (now > shown) {
		shown = now;
		put(&kuser.data.InterruptTime, now);
		put(&kuser.data.SystemTime, nt_system_time_100ns());
		put(&kuser.data.TickCount, now / KeQueryTimeIncrement());
	}
	atomic_flag_clear_explicit(&busy, memory_order_release);
}

void nt_kuser_init(void)
{
	static const unsigned char features[] = {PF_COMPARE_EXCHANGE_DOUBLE,       PF_MMX_INSTRUCTIONS_AVAILABLE,
	                                         PF_XMMI_INSTRUCTIONS_AVAILABLE,   PF_RDTSC_INSTRUCTION_AVAILABLE,
	                                         PF_XMMI64_INSTRUCTIONS_AVAILABLE, PF_NX_ENABLED,
	                                         PF_SSE3_INSTRUCTIONS_AVAILABLE,   PF_COMPARE_EXCHANGE128};
	static const char root[] = "C:\\Windows";
	KUSER_SHARED_DATA *d = &kuser.data;
	const struct nt_windows *w = nt_windows_version();

	memset(&kuser, 0, sizeof kuser);
	shown = 0;
	for (size_t i = 0; i < sizeof root; i++)
		d->NtSystemRoot[i] = (WCHAR)root[i];
	d->TickCountMultiplier = (ULONG)((uint64_t)KeQueryTimeIncrement() * (1u << 24) / 10000);
	d->NtMajorVersion = w->major;
	d->NtMinorVersion = w->minor;
	d->NtBuildNumber = w->build;
	d->NtProductType = NtProductServer;
	d->ProductTypeIsValid = TRUE;
	d->NativeProcessorArchitecture = 9; /* AMD64 */
	d->ImageNumberLow = d->ImageNumberHigh = 0x8664;
	for (size_t i = 0; i < ARRAY_LEN(features); i++)
		d->ProcessorFeatures[features[i]] = TRUE;
	d->QpcFrequency = NT_SECOND;
	d->ActiveProcessorCount = nt_cpus_active;
	d->UnparkedProcessorCount = (USHORT)nt_cpus_active;
	d->ActiveGroupCount = 1;
	if (nt_cfg.ram)
		d->NumberOfPhysicalPages = (ULONG)(((const struct ram_header *)nt_cfg.ram)->ram_size / RAM_PAGE);
	nt_kuser_update();
}
