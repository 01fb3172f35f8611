/* The first send is completed with NDIS_STATUS_PENDING. */
#define FAULT_SEND(adapter, nbls, flags)                                                                                                   \
	do {                                                                                                                               \
		if (InterlockedExchange(&(adapter)->once, 1) == 0) {                                                                       \
			NET_BUFFER_LIST_STATUS(nbls) = NDIS_STATUS_PENDING;                                                                \
			NdisMSendNetBufferListsComplete((adapter)->ndis, nbls, flags);                                                     \
			return;                                                                                                            \
		}                                                                                                                          \
	} while (0)
#include "mini.h"
