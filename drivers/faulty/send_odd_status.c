/* The first send is completed with a status that no send ends with. */
#define FAULT_SEND(adapter, nbls, flags)                                                                                                   \
	do {                                                                                                                               \
		if (InterlockedExchange(&(adapter)->once, 1) == 0) {                                                                       \
			NET_BUFFER_LIST_STATUS(nbls) = NDIS_STATUS_MULTICAST_FULL;                                                         \
			NdisMSendNetBufferListsComplete((adapter)->ndis, nbls, flags);                                                     \
			return;                                                                                                            \
		}                                                                                                                          \
	} while (0)
#include "mini.h"
