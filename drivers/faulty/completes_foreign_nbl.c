/* Completes, as if it had been sent, a NET_BUFFER_LIST of its own. */
#define MINI_FRAMES
#define FAULT_SEND(adapter, nbls, flags)                                                                                                   \
	do {                                                                                                                               \
		if (InterlockedExchange(&(adapter)->once, 1) == 0) {                                                                       \
			PNET_BUFFER_LIST own = mini_frame(adapter, 64);                                                                    \
			NdisMSendNetBufferListsComplete((adapter)->ndis, own, flags);                                                      \
			mini_frame_free(own);                                                                                              \
		}                                                                                                                          \
	} while (0)
#include "mini.h"
