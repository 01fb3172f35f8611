/* A send comes back with its data start moved: an advance that was never undone. */
#define FAULT_SEND(adapter, nbls, flags)                                                                                                   \
	do {                                                                                                                               \
		if (InterlockedExchange(&(adapter)->once, 1) == 0)                                                                         \
			NdisAdvanceNetBufferDataStart(NET_BUFFER_LIST_FIRST_NB(nbls), 14, FALSE, NULL);                                    \
	} while (0)
#include "mini.h"
