/* Reads the time stamp counter and the APIC base, which is fine; then a register that is none of a driver's business, without __except. */
static unsigned __int64 mini_rdmsr(unsigned number)
{
	unsigned low, high;

	__asm__ volatile("rdmsr" : "=a"(low), "=d"(high) : "c"(number));
	return low | (unsigned __int64)high << 32;
}
#define FAULT_INITIALIZE(adapter)                                                                                                          \
	do {                                                                                                                               \
		if (mini_rdmsr(0x10) && (mini_rdmsr(0x1b) & ~0xfffull) == 0xfee00000)                                                      \
			(adapter)->filter = (ULONG)mini_rdmsr(0x48);                                                                       \
	} while (0)
#include "mini.h"
