/*
 * ndis/mdl.h: MDLs and memory.
 * learn.microsoft.com/windows-hardware/drivers/network/
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/ndis/ + nf-ndis-<function>, ns-ndis-_<structure>, ne-ndis-_<enumeration>, nc-ndis-<callback>, all lower case.
 * A part of ndis.h: include that.
 */
#ifndef FLUE_DDI_NDIS_MDL_H
#define FLUE_DDI_NDIS_MDL_H

#if NDIS_SUPPORT_NDIS620
#define NDIS_OBJECT_TYPE_SHARED_MEMORY_PROVIDER_CHARACTERISTICS 176
#endif
#define NDIS_MEMORY_CONTIGUOUS                                  1
#define NDIS_MEMORY_NONCACHED                                   2
#if NDIS_SUPPORT_NDIS620
#define NDIS_SHARED_MEMORY_PROVIDER_CHAR_SUPPORTS_PF_VPORTS     1
#endif

#if NDIS_SUPPORT_NDIS620

typedef enum _NDIS_SHARED_MEMORY_USAGE {
    NdisSharedMemoryUsageUndefined,
    NdisSharedMemoryUsageXmit,
    NdisSharedMemoryUsageXmitHeader,
    NdisSharedMemoryUsageXmitData,
    NdisSharedMemoryUsageReceive,
    NdisSharedMemoryUsageReceiveLookahead,
    NdisSharedMemoryUsageReceivePostLookahead,
    NdisSharedMemoryUsageReceiveHeader,
    NdisSharedMemoryUsageReceiveData,
    NdisSharedMemoryUsageOther,
    NdisSharedMemoryUsageMax,
} NDIS_SHARED_MEMORY_USAGE, *PNDIS_SHARED_MEMORY_USAGE;

#define NDIS_SHARED_MEMORY_PARAMETERS_REVISION_1                1
#if NDIS_SUPPORT_NDIS630
#define NDIS_SHARED_MEMORY_PARAMETERS_REVISION_2                2
#endif
typedef struct _NDIS_SHARED_MEMORY_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_RECEIVE_QUEUE_ID QueueId;
    NDIS_HANDLE SharedMemoryHandle;
    NODE_REQUIREMENT PreferredNode;
    NDIS_SHARED_MEMORY_USAGE Usage;
    ULONG Length;
    PVOID VirtualAddress;
    ULONG SGListBufferLength;
    PSCATTER_GATHER_LIST SGListBuffer;
#if NDIS_SUPPORT_NDIS630
    NDIS_NIC_SWITCH_VPORT_ID VPortId;
#endif
} NDIS_SHARED_MEMORY_PARAMETERS, *PNDIS_SHARED_MEMORY_PARAMETERS;
#define NDIS_SIZEOF_SHARED_MEMORY_PARAMETERS_REVISION_1         RTL_SIZEOF_THROUGH_FIELD(NDIS_SHARED_MEMORY_PARAMETERS, SGListBuffer)
#if NDIS_SUPPORT_NDIS630
#define NDIS_SIZEOF_SHARED_MEMORY_PARAMETERS_REVISION_2         RTL_SIZEOF_THROUGH_FIELD(NDIS_SHARED_MEMORY_PARAMETERS, VPortId)
#endif

typedef NDIS_STATUS (NTAPI *ALLOCATE_SHARED_MEMORY_HANDLER)(NDIS_HANDLE ProviderContext, PNDIS_SHARED_MEMORY_PARAMETERS SharedMemoryParameters,
    PNDIS_HANDLE pSharedMemoryProviderContext);  /* IRQL PASSIVE_LEVEL */

typedef void (NTAPI *FREE_SHARED_MEMORY_HANDLER)(NDIS_HANDLE ProviderContext, NDIS_HANDLE SharedMemoryProviderContext);  /* IRQL PASSIVE_LEVEL */

#define NDIS_SHARED_MEMORY_PROVIDER_CHARACTERISTICS_REVISION_1  1
typedef struct _NDIS_SHARED_MEMORY_PROVIDER_CHARACTERISTICS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_HANDLE ProviderContext;
    ALLOCATE_SHARED_MEMORY_HANDLER AllocateSharedMemoryHandler;
    FREE_SHARED_MEMORY_HANDLER FreeSharedMemoryHandler;
} NDIS_SHARED_MEMORY_PROVIDER_CHARACTERISTICS, *PNDIS_SHARED_MEMORY_PROVIDER_CHARACTERISTICS;
#define NDIS_SIZEOF_SHARED_MEMORY_PROVIDER_CHARACTERISTICS_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_SHARED_MEMORY_PROVIDER_CHARACTERISTICS, FreeSharedMemoryHandler)

#endif /* NDIS_SUPPORT_NDIS620 */
typedef MDL NDIS_BUFFER;
typedef MDL *PNDIS_BUFFER;
typedef PHYSICAL_ADDRESS *PNDIS_PHYSICAL_ADDRESS;

NDISSYSAPI PMDL NTAPI NdisAllocateMdl(NDIS_HANDLE NdisHandle, PVOID VirtualAddress, UINT Length);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI NDIS_STATUS NTAPI NdisAllocateMemoryWithTag(PVOID *VirtualAddress, UINT Length, ULONG Tag);
NDISSYSAPI PVOID NTAPI NdisAllocateMemoryWithTagPriority(NDIS_HANDLE NdisHandle, UINT Length, ULONG Tag, EX_POOL_PRIORITY Priority);  /* IRQL <= DISPATCH_LEVEL */
#if NDIS_SUPPORT_NDIS620
NDISSYSAPI NDIS_STATUS NTAPI NdisAllocateSharedMemory(NDIS_HANDLE NdisHandle, PNDIS_SHARED_MEMORY_PARAMETERS SharedMemoryParameters,
    PNDIS_HANDLE pAllocationHandle);  /* IRQL PASSIVE_LEVEL */
#endif
NDISSYSAPI void NTAPI NdisFreeMdl(PMDL Mdl);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisFreeMemory(PVOID VirtualAddress, UINT Length, UINT MemoryFlags);
#if NDIS_SUPPORT_NDIS620
NDISSYSAPI void NTAPI NdisFreeMemoryWithTag(PVOID VirtualAddress, ULONG Tag);
NDISSYSAPI void NTAPI NdisFreeMemoryWithTagPriority(NDIS_HANDLE NdisHandle, PVOID VirtualAddress, ULONG Tag);
NDISSYSAPI void NTAPI NdisFreeSharedMemory(NDIS_HANDLE NdisHandle, NDIS_HANDLE AllocationHandle);  /* IRQL PASSIVE_LEVEL */
#endif
NDISSYSAPI void NTAPI NdisMAllocateSharedMemory(NDIS_HANDLE MiniportAdapterHandle, ULONG Length, BOOLEAN Cached, PVOID *VirtualAddress,
    PNDIS_PHYSICAL_ADDRESS PhysicalAddress);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI NDIS_STATUS NTAPI NdisMAllocateSharedMemoryAsync(NDIS_HANDLE MiniportAdapterHandle, ULONG Length, BOOLEAN Cached, PVOID Context);
NDISSYSAPI NDIS_STATUS NTAPI NdisMAllocateSharedMemoryAsyncEx(NDIS_HANDLE MiniportDmaHandle, ULONG Length, BOOLEAN Cached, PVOID Context);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisMFreeSharedMemory(NDIS_HANDLE MiniportAdapterHandle, ULONG Length, BOOLEAN Cached, PVOID VirtualAddress,
    NDIS_PHYSICAL_ADDRESS PhysicalAddress);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisUpdateSharedMemory(NDIS_HANDLE NdisAdapterHandle, ULONG Length, PVOID VirtualAddress,
    NDIS_PHYSICAL_ADDRESS PhysicalAddress);

#endif
