/* Writes to a NET_BUFFER_LIST after completing it. */
#define FAULT_SEND(adapter, nbls, flags)                                                                                                   \
	do {                                                                                                                               \
		if (InterlockedExchange(&(adapter)->once, 1) == 0) {                                                                       \
			NdisMSendNetBufferListsComplete((adapter)->ndis, nbls, flags);                                                     \
			NET_BUFFER_LIST_MINIPORT_RESERVED(nbls)[0] = (adapter);                                                            \
			return;                                                                                                            \
		}                                                                                                                          \
	} while (0)
#include "mini.h"
