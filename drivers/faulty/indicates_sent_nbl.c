/* Loops a send back by indicating the very NET_BUFFER_LIST it was sent. */
#define MINI_FRAMES
#define FAULT_SEND(adapter, nbls, flags)                                                                                                   \
	do {                                                                                                                               \
		if (InterlockedExchange(&(adapter)->once, 1) == 0)                                                                         \
			mini_indicate(adapter, nbls, 1);                                                                                   \
	} while (0)
#include "mini.h"
