/* ndkinfo.h: network direct adapter information. */
#ifndef FLUE_DDI_NDKINFO_H
#define FLUE_DDI_NDKINFO_H

#include <ntdef.h>

#if NDIS_SUPPORT_NDIS630
#define NDK_ADAPTER_FLAG_IN_ORDER_DMA_SUPPORTED                 1
#define NDK_ADAPTER_FLAG_RDMA_READ_SINK_NOT_REQUIRED            2
#define NDK_ADAPTER_FLAG_CQ_INTERRUPT_MODERATION_SUPPORTED      4
#define NDK_ADAPTER_FLAG_MULTI_ENGINE_SUPPORTED                 8
#define NDK_ADAPTER_FLAG_RDMA_READ_LOCAL_INVALIDATE_SUPPORTED   0x10
#define NDK_ADAPTER_FLAG_CQ_RESIZE_SUPPORTED                    0x00000100
#define NDK_ADAPTER_FLAG_LOOPBACK_CONNECTIONS_SUPPORTED         0x00010000
#endif

#if NDIS_SUPPORT_NDIS630

typedef enum _NDK_RDMA_TECHNOLOGY {
    NdkUndefined,
    NdkiWarp,
    NdkInfiniBand,
    NdkRoCE,
    NdkRoCEv2,
    NdkMaxTechnology,
} NDK_RDMA_TECHNOLOGY;

struct _NDK_ADAPTER_INFO {
    NDK_VERSION Version;
    UINT32 VendorId;
    UINT32 DeviceId;
    SIZE_T MaxRegistrationSize;
    SIZE_T MaxWindowSize;
    ULONG FRMRPageCount;
    ULONG MaxInitiatorRequestSge;
    ULONG MaxReceiveRequestSge;
    ULONG MaxReadRequestSge;
    ULONG MaxTransferLength;
    ULONG MaxInlineDataSize;
    ULONG MaxInboundReadLimit;
    ULONG MaxOutboundReadLimit;
    ULONG MaxReceiveQueueDepth;
    ULONG MaxInitiatorQueueDepth;
    ULONG MaxSrqDepth;
    ULONG MaxCqDepth;
    ULONG LargeRequestThreshold;
    ULONG MaxCallerData;
    ULONG MaxCalleeData;
    ULONG AdapterFlags;
    NDK_RDMA_TECHNOLOGY RdmaTechnology;
};

#endif /* NDIS_SUPPORT_NDIS630 */

#endif
