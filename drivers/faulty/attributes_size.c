/* The offload attributes claim half their size, and the nested structure less than its revision has. */
#define FAULT_OFFLOAD(adapter)                                                                                                             \
	do {                                                                                                                               \
		NDIS_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES a;                                                                                \
		NDIS_OFFLOAD task;                                                                                                         \
		mini_offload_header(&a);                                                                                                   \
		mini_fill_task(&task);                                                                                                     \
		task.Header.Size = NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_1 - 4;                                                                \
		a.DefaultOffloadConfiguration = a.HardwareOffloadCapabilities = &task;                                                     \
		status = NdisMSetMiniportAttributes((adapter)->ndis, (PNDIS_MINIPORT_ADAPTER_ATTRIBUTES)&a);                               \
	} while (0)
#include "mini.h"
