/* The first send is forgotten. */
#define FAULT_SEND(adapter, nbls, flags)                                                                                                   \
	do {                                                                                                                               \
		if (InterlockedExchange(&(adapter)->once, 1) == 0)                                                                         \
			return;                                                                                                            \
	} while (0)
#include "mini.h"
