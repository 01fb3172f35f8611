/* Right, and meant to catch NDIS: the structures lie on the stack and are overwritten as soon as the call returns (RP-036). */
#define FAULT_OFFLOAD(adapter)                                                                                                             \
	do {                                                                                                                               \
		NDIS_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES a;                                                                                \
		NDIS_OFFLOAD task;                                                                                                         \
		NDIS_TCP_CONNECTION_OFFLOAD connection;                                                                                    \
		mini_offload_header(&a);                                                                                                   \
		mini_fill_task(&task);                                                                                                     \
		mini_fill_connection(&connection);                                                                                         \
		connection.TcpConnectionOffloadCapacity = 77;                                                                              \
		a.DefaultOffloadConfiguration = a.HardwareOffloadCapabilities = &task;                                                     \
		a.DefaultTcpConnectionOffloadConfiguration = a.TcpConnectionOffloadHardwareCapabilities = &connection;                     \
		status = NdisMSetMiniportAttributes((adapter)->ndis, (PNDIS_MINIPORT_ADAPTER_ATTRIBUTES)&a);                               \
		NdisFillMemory(&a, sizeof a, 0xcc);                                                                                        \
		NdisFillMemory(&task, sizeof task, 0xcc);                                                                                  \
		NdisFillMemory(&connection, sizeof connection, 0xcc);                                                                      \
	} while (0)
#include "mini.h"
