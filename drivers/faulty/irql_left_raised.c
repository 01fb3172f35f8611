/* Returns from MiniportRestart at DISPATCH_LEVEL. */
#define FAULT_RESTART(adapter)                                                                                                             \
	do {                                                                                                                               \
		KIRQL old;                                                                                                                 \
		KeRaiseIrql(DISPATCH_LEVEL, &old);                                                                                         \
	} while (0)
#include "mini.h"
