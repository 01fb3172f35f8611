/* Indicates an MDL whose page is not memory. */
#define MINI_FRAMES
#define FAULT_SEND(adapter, nbls, flags)                                                                                                   \
	do {                                                                                                                               \
		if (InterlockedExchange(&(adapter)->once, 1) == 0) {                                                                       \
			PNET_BUFFER_LIST nbl = mini_frame(adapter, 64);                                                                    \
			MmGetMdlPfnArray(NET_BUFFER_FIRST_MDL(NET_BUFFER_LIST_FIRST_NB(nbl)))[0] = 0x1234;                                 \
			mini_indicate(adapter, nbl, 1);                                                                                    \
		}                                                                                                                          \
	} while (0)
#include "mini.h"
