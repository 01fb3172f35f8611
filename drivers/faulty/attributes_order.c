/* Offload attributes before registration and general attributes. */
#define FAULT_INITIALIZE(adapter)                                                                                                          \
	do {                                                                                                                               \
		NDIS_STATUS early = mini_set_offload((adapter)->ndis);                                                                     \
		if (early != NDIS_STATUS_SUCCESS) {                                                                                        \
			NdisFreeMemory(adapter, 0, 0);                                                                                     \
			return early;                                                                                                      \
		}                                                                                                                          \
	} while (0)
#include "mini.h"
