/* Frees a pool block twice. */
#define FAULT_RESTART(adapter)                                                                                                             \
	do {                                                                                                                               \
		PVOID p = ExAllocatePoolWithTag(NonPagedPoolNx, 64, (ULONG)0x656e6f44);                                                    \
		ExFreePoolWithTag(p, 0);                                                                                                   \
		ExFreePoolWithTag(p, 0);                                                                                                   \
	} while (0)
#include "mini.h"
