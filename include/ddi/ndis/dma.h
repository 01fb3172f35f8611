/*
 * ndis/dma.h: DMA, interrupts, I/O resources.
 * learn.microsoft.com/windows-hardware/drivers/network/ndis-scatter-gather-dma
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/ndis/ + nf-ndis-<function>, ns-ndis-_<structure>, ne-ndis-_<enumeration>, nc-ndis-<callback>, all lower case.
 * A part of ndis.h: include that.
 */
#ifndef FLUE_DDI_NDIS_DMA_H
#define FLUE_DDI_NDIS_DMA_H

#define NDIS_OBJECT_TYPE_SG_DMA_DESCRIPTION                     131
#define NDIS_OBJECT_TYPE_MINIPORT_INTERRUPT                     132
#define NDIS_MINIPORT_INTERRUPT_REVISION_1                      1
#define NDIS_OBJECT_TYPE_PCI_DEVICE_CUSTOM_PROPERTIES_REVISION_1 1
#define NDIS_OBJECT_TYPE_PCI_DEVICE_CUSTOM_PROPERTIES_REVISION_2 2
#define NdisInterruptLatched                                    1
#define NdisInterruptLevelSensitive                             0
#define NDIS_ERROR_CODE_RESOURCE_CONFLICT                       0xC0001388
#define NDIS_ERROR_CODE_OUT_OF_RESOURCES                        0xC0001389
#define NDIS_ERROR_CODE_INTERRUPT_CONNECT                       0xC000138C
#define NDIS_SG_DMA_64_BIT_ADDRESS                              1
#if NDIS_SUPPORT_NDIS650
#define NDIS_SG_DMA_V3_HAL_API                                  2
#endif
#define NDIS_MINIPORT_ATTRIBUTES_BUS_MASTER                     0x40
#define NDIS_DMA_24BITS                                         0
#define NDIS_DMA_32BITS                                         1
#define NDIS_DMA_64BITS                                         2
#define NDIS_SG_LIST_WRITE_TO_DEVICE                            1

typedef UCHAR NDIS_DMA_SIZE;
#if NDIS_SUPPORT_NDIS620
typedef void NTAPI NDIS_PROCESS_SG_LIST(PDEVICE_OBJECT DeviceObject, PVOID Reserved, PSCATTER_GATHER_LIST ScatterGatherListBuffer, PVOID Context);  /* IRQL DISPATCH_LEVEL */
typedef NDIS_PROCESS_SG_LIST *NDIS_PROCESS_SG_LIST_HANDLER;

#define NDIS_SCATTER_GATHER_LIST_PARAMETERS_REVISION_1          1
typedef struct _NDIS_SCATTER_GATHER_LIST_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_RECEIVE_QUEUE_ID QueueId;
    NDIS_SHARED_MEMORY_USAGE SharedMemoryUsage;
    PMDL Mdl;
    PVOID CurrentVa;
    ULONG Length;
    NDIS_PROCESS_SG_LIST_HANDLER ProcessSGListHandler;
    PVOID Context;
    PSCATTER_GATHER_LIST ScatterGatherListBuffer;
    ULONG ScatterGatherListBufferSize;
    ULONG ScatterGatherListBufferSizeNeeded;
} NDIS_SCATTER_GATHER_LIST_PARAMETERS, *PNDIS_SCATTER_GATHER_LIST_PARAMETERS;
#define NDIS_SIZEOF_SCATTER_GATHER_LIST_PARAMETERS_REVISION_1   RTL_SIZEOF_THROUGH_FIELD(NDIS_SCATTER_GATHER_LIST_PARAMETERS, ScatterGatherListBufferSizeNeeded)

/*
 * How much a DPC may indicate; it has no object header. MaxNblsToIndicate NDIS_INDICATE_ALL_NBLS (all ones) means no limit; MoreNblsPending asks for another DPC.
 * learn.microsoft.com/windows-hardware/drivers/ddi/ndis/ns-ndis-_ndis_receive_throttle_parameters
 */
typedef struct _NDIS_RECEIVE_THROTTLE_PARAMETERS {
    ULONG MaxNblsToIndicate;
    ULONG MoreNblsPending : 1;
} NDIS_RECEIVE_THROTTLE_PARAMETERS, *PNDIS_RECEIVE_THROTTLE_PARAMETERS;

#endif /* NDIS_SUPPORT_NDIS620 */
typedef BOOLEAN NTAPI MINIPORT_ISR(NDIS_HANDLE MiniportInterruptContext, PBOOLEAN QueueDefaultInterruptDpc, PULONG TargetProcessors);
typedef MINIPORT_ISR *MINIPORT_ISR_HANDLER;

/*
 * The last two parameters changed their meaning, and their type, at NDIS 6.20: ReceiveThrottleParameters points at an NDIS_RECEIVE_THROTTLE_PARAMETERS.
 * learn.microsoft.com/windows-hardware/drivers/ddi/ndis/nc-ndis-miniport_interrupt_dpc
 */
#if NDIS_SUPPORT_NDIS620
typedef void NTAPI MINIPORT_INTERRUPT_DPC(NDIS_HANDLE MiniportInterruptContext, PVOID MiniportDpcContext, PVOID ReceiveThrottleParameters,
    PVOID NdisReserved2);
#else
typedef void NTAPI MINIPORT_INTERRUPT_DPC(NDIS_HANDLE MiniportInterruptContext, PVOID MiniportDpcContext, PULONG NdisReserved1, PULONG NdisReserved2);
#endif

typedef MINIPORT_INTERRUPT_DPC *MINIPORT_INTERRUPT_DPC_HANDLER;
typedef void NTAPI MINIPORT_DISABLE_INTERRUPT(NDIS_HANDLE MiniportInterruptContext);
typedef MINIPORT_DISABLE_INTERRUPT *MINIPORT_DISABLE_INTERRUPT_HANDLER;
typedef void NTAPI MINIPORT_ENABLE_INTERRUPT(NDIS_HANDLE MiniportInterruptContext);
typedef MINIPORT_ENABLE_INTERRUPT *MINIPORT_ENABLE_INTERRUPT_HANDLER;

typedef BOOLEAN NTAPI MINIPORT_MESSAGE_INTERRUPT(NDIS_HANDLE MiniportInterruptContext, ULONG MessageId, PBOOLEAN QueueDefaultInterruptDpc,
    PULONG TargetProcessors);

typedef MINIPORT_MESSAGE_INTERRUPT *MINIPORT_MSI_ISR_HANDLER;

/*
 * As MINIPORT_INTERRUPT_DPC, for one message-signaled interrupt. learn.microsoft.com/windows-hardware/drivers/ddi/ndis/nc-ndis-miniport_message_interrupt_dpc
 */
#if NDIS_SUPPORT_NDIS620
typedef void NTAPI MINIPORT_MESSAGE_INTERRUPT_DPC(NDIS_HANDLE MiniportInterruptContext, ULONG MessageId, PVOID MiniportDpcContext,
    PVOID ReceiveThrottleParameters, PVOID NdisReserved2);
#else
typedef void NTAPI MINIPORT_MESSAGE_INTERRUPT_DPC(NDIS_HANDLE MiniportInterruptContext, ULONG MessageId, PVOID MiniportDpcContext,
    PULONG NdisReserved1, PULONG NdisReserved2);
#endif

typedef MINIPORT_MESSAGE_INTERRUPT_DPC *MINIPORT_MSI_INTERRUPT_DPC_HANDLER;
typedef void NTAPI MINIPORT_DISABLE_MESSAGE_INTERRUPT(NDIS_HANDLE MiniportInterruptContext, ULONG MessageId);  /* IRQL DIRQL */
typedef MINIPORT_DISABLE_MESSAGE_INTERRUPT *MINIPORT_DISABLE_MSI_INTERRUPT_HANDLER;
typedef void NTAPI MINIPORT_ENABLE_MESSAGE_INTERRUPT(NDIS_HANDLE MiniportInterruptContext, ULONG MessageId);  /* IRQL DIRQL */
typedef MINIPORT_ENABLE_MESSAGE_INTERRUPT *MINIPORT_ENABLE_MSI_INTERRUPT_HANDLER;

typedef enum _NDIS_INTERRUPT_TYPE {
    NDIS_CONNECT_LINE_BASED = 1,
    NDIS_CONNECT_MESSAGE_BASED,
} NDIS_INTERRUPT_TYPE, *PNDIS_INTERRUPT_TYPE;

typedef struct _NDIS_MINIPORT_INTERRUPT_CHARACTERISTICS {
    NDIS_OBJECT_HEADER Header;
    MINIPORT_ISR_HANDLER InterruptHandler;
    MINIPORT_INTERRUPT_DPC_HANDLER InterruptDpcHandler;
    MINIPORT_DISABLE_INTERRUPT_HANDLER DisableInterruptHandler;
    MINIPORT_ENABLE_INTERRUPT_HANDLER EnableInterruptHandler;
    BOOLEAN MsiSupported;
    BOOLEAN MsiSyncWithAllMessages;
    MINIPORT_MSI_ISR_HANDLER MessageInterruptHandler;
    MINIPORT_MSI_INTERRUPT_DPC_HANDLER MessageInterruptDpcHandler;
    MINIPORT_DISABLE_MSI_INTERRUPT_HANDLER DisableMessageInterruptHandler;
    MINIPORT_ENABLE_MSI_INTERRUPT_HANDLER EnableMessageInterruptHandler;
    NDIS_INTERRUPT_TYPE InterruptType;
    PIO_INTERRUPT_MESSAGE_INFO MessageInfoTable;
} NDIS_MINIPORT_INTERRUPT_CHARACTERISTICS, *PNDIS_MINIPORT_INTERRUPT_CHARACTERISTICS;
#define NDIS_SIZEOF_MINIPORT_INTERRUPT_CHARACTERISTICS_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_MINIPORT_INTERRUPT_CHARACTERISTICS, MessageInfoTable)

typedef struct _NDIS_DMA_DESCRIPTION {
    BOOLEAN DemandMode;
    BOOLEAN AutoInitialize;
    BOOLEAN DmaChannelSpecified;
    DMA_WIDTH DmaWidth;
    DMA_SPEED DmaSpeed;
    ULONG DmaPort;
    ULONG DmaChannel;
} NDIS_DMA_DESCRIPTION, *PNDIS_DMA_DESCRIPTION;

typedef struct _NDIS_DMA_BLOCK {
    PVOID MapRegisterBase;
    KEVENT AllocationEvent;
    PVOID SystemAdapterObject;
    PVOID Miniport;
    BOOLEAN InProgress;
} NDIS_DMA_BLOCK, *PNDIS_DMA_BLOCK;

typedef void NTAPI MINIPORT_PROCESS_SG_LIST(PDEVICE_OBJECT pDO, PVOID Reserved, PSCATTER_GATHER_LIST pSGL, PVOID Context);  /* IRQL DISPATCH_LEVEL */
typedef MINIPORT_PROCESS_SG_LIST *MINIPORT_PROCESS_SG_LIST_HANDLER;

typedef void NTAPI MINIPORT_ALLOCATE_SHARED_MEM_COMPLETE(NDIS_HANDLE MiniportAdapterContext, PVOID VirtualAddress,
    PNDIS_PHYSICAL_ADDRESS PhysicalAddress, ULONG Length, PVOID Context);  /* IRQL PASSIVE_LEVEL */

typedef MINIPORT_ALLOCATE_SHARED_MEM_COMPLETE *MINIPORT_ALLOCATE_SHARED_MEM_COMPLETE_HANDLER;

#define NDIS_SG_DMA_DESCRIPTION_REVISION_1                      1
typedef struct _NDIS_SG_DMA_DESCRIPTION {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG MaximumPhysicalMapping;
    MINIPORT_PROCESS_SG_LIST_HANDLER ProcessSGListHandler;
    MINIPORT_ALLOCATE_SHARED_MEM_COMPLETE_HANDLER SharedMemAllocateCompleteHandler;
    ULONG ScatterGatherListSize;
} NDIS_SG_DMA_DESCRIPTION, *PNDIS_SG_DMA_DESCRIPTION;
#define NDIS_SIZEOF_SG_DMA_DESCRIPTION_REVISION_1               RTL_SIZEOF_THROUGH_FIELD(NDIS_SG_DMA_DESCRIPTION, ScatterGatherListSize)

#if NDIS_SUPPORT_NDIS61

typedef enum _NDIS_MSIX_TABLE_CONFIG {
    NdisMSIXTableConfigSetTableEntry,
    NdisMSIXTableConfigMaskTableEntry,
    NdisMSIXTableConfigUnmaskTableEntry,
    NdisMSIXTableConfigMax,
} NDIS_MSIX_TABLE_OPERATION, *PNDIS_MSIX_TABLE_OPERATION;

#define NDIS_MSIX_CONFIG_PARAMETERS_REVISION_1                  1
typedef struct _NDIS_MSIX_CONFIG_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    NDIS_MSIX_TABLE_OPERATION ConfigOperation;
    ULONG TableEntry;
    ULONG MessageNumber;
} NDIS_MSIX_CONFIG_PARAMETERS, *PNDIS_MSIX_CONFIG_PARAMETERS;
#define NDIS_SIZEOF_MSIX_CONFIG_PARAMETERS_REVISION_1           RTL_SIZEOF_THROUGH_FIELD(NDIS_MSIX_CONFIG_PARAMETERS, MessageNumber)

#endif /* NDIS_SUPPORT_NDIS61 */
typedef CM_PARTIAL_RESOURCE_LIST NDIS_RESOURCE_LIST;
#if NDIS_SUPPORT_NDIS650
typedef PHYSICAL_ADDRESS DMA_LOGICAL_ADDRESS;
#endif /* NDIS_SUPPORT_NDIS650 */
typedef NDIS_STATUS NTAPI MINIPORT_FILTER_RESOURCE_REQUIREMENTS(NDIS_HANDLE MiniportAddDeviceContext, PIRP Irp);
typedef NDIS_STATUS NTAPI MINIPORT_PNP_IRP(NDIS_HANDLE MiniportAddDeviceContext, PIRP Irp);  /* IRQL PASSIVE_LEVEL */
typedef MINIPORT_PNP_IRP *MINIPORT_FILTER_RESOURCE_REQUIREMENTS_HANDLER;
typedef BOOLEAN NTAPI MINIPORT_SYNCHRONIZE_INTERRUPT(NDIS_HANDLE SynchronizeContext);
typedef MINIPORT_SYNCHRONIZE_INTERRUPT *MINIPORT_SYNCHRONIZE_INTERRUPT_HANDLER;
typedef BOOLEAN NTAPI MINIPORT_SYNCHRONIZE_MESSAGE_INTERRUPT(NDIS_HANDLE SynchronizeContext);
typedef MINIPORT_SYNCHRONIZE_MESSAGE_INTERRUPT *MINIPORT_SYNCHRONIZE_MSI_INTERRUPT_HANDLER;
typedef KINTERRUPT_MODE NDIS_INTERRUPT_MODE;
typedef KINTERRUPT_MODE *PNDIS_INTERRUPT_MODE;
typedef CM_PARTIAL_RESOURCE_LIST *PNDIS_RESOURCE_LIST;

NDISSYSAPI void NTAPI NdisCompleteDmaTransfer(PNDIS_STATUS Status, NDIS_HANDLE NdisDmaHandle, PNDIS_BUFFER Buffer, ULONG Offset, ULONG Length,
    BOOLEAN WriteToDevice);
NDISSYSAPI ULONG NTAPI NdisGetSharedDataAlignment(void);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisMDeregisterDmaChannel(NDIS_HANDLE MiniportDmaHandle);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI void NTAPI NdisMDeregisterInterruptEx(NDIS_HANDLE NdisInterruptHandle);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI void NTAPI NdisMDeregisterIoPortRange(NDIS_HANDLE MiniportAdapterHandle, UINT InitialPort, UINT NumberOfPorts, PVOID PortOffset);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI void NTAPI NdisMDeregisterScatterGatherDma(NDIS_HANDLE NdisMiniportDmaHandle);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI ULONG NTAPI NdisMGetBusData(NDIS_HANDLE NdisMiniportHandle, ULONG WhichSpace, ULONG Offset, PVOID Buffer, ULONG Length);  /* any IRQL */
NDISSYSAPI ULONG NTAPI NdisMGetDmaAlignment(NDIS_HANDLE MiniportAdapterHandle);  /* IRQL PASSIVE_LEVEL */
#if NDIS_SUPPORT_NDIS630
NDISSYSAPI ULONG NTAPI NdisMGetVirtualFunctionBusData(NDIS_HANDLE NdisMiniportHandle, NDIS_SRIOV_FUNCTION_ID VFId, PVOID Buffer, ULONG Offset,
    ULONG Length);  /* IRQL <= DISPATCH_LEVEL */
#endif
NDISSYSAPI NDIS_STATUS NTAPI NdisMMapIoSpace(PVOID *VirtualAddress, NDIS_HANDLE MiniportAdapterHandle, NDIS_PHYSICAL_ADDRESS PhysicalAddress,
    UINT Length);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI ULONG NTAPI NdisMQueueDpc(NDIS_HANDLE NdisInterruptHandle, ULONG MessageId, ULONG TargetProcessors, PVOID MiniportDpcContext);  /* any IRQL */
#if NDIS_SUPPORT_NDIS620
NDISSYSAPI KAFFINITY NTAPI NdisMQueueDpcEx(NDIS_HANDLE NdisInterruptHandle, ULONG MessageId, PGROUP_AFFINITY TargetProcessors,
    PVOID MiniportDpcContext);  /* any IRQL */
#endif
NDISSYSAPI ULONG NTAPI NdisMReadDmaCounter(NDIS_HANDLE MiniportDmaHandle);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI NDIS_STATUS NTAPI NdisMRegisterDmaChannel(PNDIS_HANDLE MiniportDmaHandle, NDIS_HANDLE MiniportAdapterHandle, UINT DmaChannel,
    BOOLEAN Dma32BitAddresses, PNDIS_DMA_DESCRIPTION DmaDescription, ULONG MaximumLength);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI NDIS_STATUS NTAPI NdisMRegisterInterruptEx(NDIS_HANDLE MiniportAdapterHandle, NDIS_HANDLE MiniportInterruptContext,
    PNDIS_MINIPORT_INTERRUPT_CHARACTERISTICS MiniportInterruptCharacteristics, PNDIS_HANDLE NdisInterruptHandle);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI NDIS_STATUS NTAPI NdisMRegisterIoPortRange(PVOID *PortOffset, NDIS_HANDLE MiniportAdapterHandle, UINT InitialPort, UINT NumberOfPorts);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI NDIS_STATUS NTAPI NdisMRegisterScatterGatherDma(NDIS_HANDLE MiniportAdapterHandle, PNDIS_SG_DMA_DESCRIPTION DmaDescription,
    PNDIS_HANDLE NdisMiniportDmaHandle);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI ULONG NTAPI NdisMSetBusData(NDIS_HANDLE NdisMiniportHandle, ULONG WhichSpace, ULONG Offset, PVOID Buffer, ULONG Length);  /* any IRQL */
#if NDIS_SUPPORT_NDIS630
NDISSYSAPI ULONG NTAPI NdisMSetVirtualFunctionBusData(NDIS_HANDLE NdisMiniportHandle, NDIS_SRIOV_FUNCTION_ID VFId, PVOID Buffer, ULONG Offset,
    ULONG Length);  /* IRQL <= DISPATCH_LEVEL */
#endif
NDISSYSAPI BOOLEAN NTAPI NdisMSynchronizeWithInterruptEx(NDIS_HANDLE NdisInterruptHandle, ULONG MessageId,
    MINIPORT_SYNCHRONIZE_INTERRUPT_HANDLER SynchronizeFunction, PVOID SynchronizeContext);  /* IRQL <= DIRQL */
NDISSYSAPI void NTAPI NdisMUnmapIoSpace(NDIS_HANDLE MiniportAdapterHandle, PVOID VirtualAddress, UINT Length);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI void NTAPI NdisMapFile(PNDIS_STATUS Status, PVOID *MappedBuffer, NDIS_HANDLE FileHandle);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisSetupDmaTransfer(PNDIS_STATUS Status, NDIS_HANDLE NdisDmaHandle, PNDIS_BUFFER Buffer, ULONG Offset, ULONG Length,
    BOOLEAN WriteToDevice);
NDISSYSAPI void NTAPI NdisUnmapFile(NDIS_HANDLE FileHandle);  /* IRQL PASSIVE_LEVEL */

#endif
