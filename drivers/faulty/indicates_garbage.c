/* Indicates memory that is no NET_BUFFER_LIST. */
#define MINI_FRAMES
#define FAULT_SEND(adapter, nbls, flags)                                                                                                   \
	do {                                                                                                                               \
		if (InterlockedExchange(&(adapter)->once, 1) == 0) {                                                                       \
			static ULONG64 garbage[256];                                                                                       \
			mini_indicate(adapter, (PNET_BUFFER_LIST)&garbage[128], 1);                                                        \
		}                                                                                                                          \
	} while (0)
#include "mini.h"
