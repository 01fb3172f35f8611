/* Keeps the first send until long after the pause. */
static void *kept;
#define FAULT_SEND(adapter, nbls, flags)                                                                                                   \
	do {                                                                                                                               \
		if (InterlockedExchange(&(adapter)->once, 1) == 0) {                                                                       \
			kept = nbls;                                                                                                       \
			return;                                                                                                            \
		}                                                                                                                          \
	} while (0)
#define FAULT_HALT(adapter)                                                                                                                \
	do {                                                                                                                               \
		if (kept)                                                                                                                  \
			NdisMSendNetBufferListsComplete((adapter)->ndis, kept, 0);                                                         \
	} while (0)
#include "mini.h"
