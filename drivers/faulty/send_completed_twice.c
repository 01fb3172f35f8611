/* The first send is completed twice. */
#define FAULT_SEND(adapter, nbls, flags)                                                                                                   \
	do {                                                                                                                               \
		if (InterlockedExchange(&(adapter)->once, 1) == 0) {                                                                       \
			NdisMSendNetBufferListsComplete((adapter)->ndis, nbls, flags);                                                     \
			NdisMSendNetBufferListsComplete((adapter)->ndis, nbls, flags);                                                     \
			return;                                                                                                            \
		}                                                                                                                          \
	} while (0)
#include "mini.h"
