/* Writes past the end of a pool block, then frees it. */
#define FAULT_RESTART(adapter)                                                                                                             \
	do {                                                                                                                               \
		volatile UCHAR *p = ExAllocatePoolWithTag(NonPagedPoolNx, 64, (ULONG)0x72657641);                                          \
		for (int i = 0; i < 72; i++)                                                                                               \
			p[i] = 0x5a;                                                                                                       \
		ExFreePoolWithTag((PVOID)p, 0);                                                                                            \
	} while (0)
#include "mini.h"
