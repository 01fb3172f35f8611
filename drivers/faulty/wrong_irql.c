/* Calls a PASSIVE_LEVEL function at DISPATCH_LEVEL (ZwClose). */
#define FAULT_RESTART(adapter)                                                                                                             \
	do {                                                                                                                               \
		KIRQL old;                                                                                                                 \
		KeRaiseIrql(DISPATCH_LEVEL, &old);                                                                                         \
		ZwClose(NULL);                                                                                                             \
		KeLowerIrql(old);                                                                                                          \
	} while (0)
#include "mini.h"
