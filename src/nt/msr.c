/*
 * Model-specific registers, as far as a driver may look at them: rdmsr and wrmsr trap (ring 3), src/image decodes, this answers.
 *
 * What is answered is what reads the same on every x64 processor that runs Windows, or is a clock: drivers read these for time stamps, to
 * see whether they are on the boot processor, or in their diagnostics. Anything else raises what the processor raises for a register that
 * it lacks (a general protection fault, which a driver that probes takes with __except), and is a finding that names the register: a NIC's
 * driver has the documented routines for all it needs. Nothing may be written: on Windows that would change the machine under everybody.
 * Numbers and names: the processor manufacturers' public manuals.
 */
#include "nt/core.h"

static const struct {
	uint32_t number;
	bool read;
	const char *name;
} registers[] = {
        {0x10, true, "IA32_TIME_STAMP_COUNTER"},
        {0x17, false, "IA32_PLATFORM_ID"},
        {0x1b, true, "IA32_APIC_BASE"},
        {0x3a, false, "IA32_FEATURE_CONTROL"},
        {0x48, false, "IA32_SPEC_CTRL"},
        {0x79, false, "IA32_BIOS_UPDT_TRIG"},
        {0x8b, false, "IA32_BIOS_SIGN_ID"},
        {0xce, false, "MSR_PLATFORM_INFO"},
        {0xe7, true, "IA32_MPERF"},
        {0xe8, true, "IA32_APERF"},
        {0x174, false, "IA32_SYSENTER_CS"},
        {0x198, false, "IA32_PERF_STATUS"},
        {0x199, false, "IA32_PERF_CTL"},
        {0x19c, false, "IA32_THERM_STATUS"},
        {0x1a0, false, "IA32_MISC_ENABLE"},
        {0x1d9, false, "IA32_DEBUGCTL"},
        {0x277, true, "IA32_PAT"},
        {0xc0000080, true, "IA32_EFER"},
        {0xc0000081, false, "IA32_STAR"},
        {0xc0000082, false, "IA32_LSTAR"},
        {0xc0000100, true, "IA32_FS_BASE"},
        {0xc0000101, true, "IA32_GS_BASE"},
        {0xc0000102, true, "IA32_KERNEL_GS_BASE"},
        {0xc0000103, true, "IA32_TSC_AUX"},
};
const char *nt_msr_name(uint32_t number)
{
	for (size_t i = 0; i < ARRAY_LEN(registers); i++)
		if (registers[i].number == number)
			return registers[i].name;
	return "unknown to Flue";
}
static bool readable(uint32_t number)
{
	for (size_t i = 0; i < ARRAY_LEN(registers); i++)
		if (registers[i].number == number)
			return registers[i].read;
	return false;
}

int nt_msr(uint32_t number, int write, uint64_t *value)
{
	struct nt_thread *t = nt_self();

	if (write || !readable(number)) {
		nt_finding("MSR", "%s model-specific register 0x%x (%s): %s", write ? "writes" : "reads", number, nt_msr_name(number),
		           write ? "no driver may change one here" : "Flue has no such register");
		return -1;
	}
	switch (number) {
	case 0x1b: /* xAPIC at its default address, enabled; the first processor booted */
		*value = 0xfee00000ull | 1u << 11 | (t && !t->cpu ? 1u << 8 : 0);
		break;
	case 0x277: /* as Windows sets it: WB, WC, UC-, UC, twice */
		*value = 0x0007010600070106ull;
		break;
	case 0xc0000080: /* system calls, long mode enabled and active, no-execute */
		*value = 1u << 0 | 1u << 8 | 1u << 10 | 1u << 11;
		break;
	case 0xc0000100: /* kernel code has none; a swapped gs neither */
	case 0xc0000102:
		*value = 0;
		break;
	case 0xc0000101: /* the KPCR */
		*value = t ? (uintptr_t)t->gs : 0;
		break;
	case 0xc0000103:
		*value = t ? t->cpu : 0;
		break;
	default: /* the clocks: at the time stamp counter's rate, which is what APERF and MPERF have at the nominal frequency */
		*value = __builtin_ia32_rdtsc();
	}
	return 0;
}
