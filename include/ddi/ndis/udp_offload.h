/*
 * ndis/udp_offload.h: UDP segmentation offload (NDIS 6.83) and UDP receive segment coalescing (NDIS 6.89): the out-of-band values.
 * The capability structures are in ntddndis.h, members of NDIS_OFFLOAD.
 * learn.microsoft.com/windows-hardware/drivers/network/udp-segmentation-offload-uso-, .../network/udp-rsc-offload, .../ddi/nbluso/, .../ddi/nbluro/
 */
#ifndef FLUE_DDI_NDIS_UDP_OFFLOAD_H
#define FLUE_DDI_NDIS_UDP_OFFLOAD_H

#if NDIS_SUPPORT_NDIS683
#define NDIS_UDP_SEGMENTATION_OFFLOAD_IPV4 0
#define NDIS_UDP_SEGMENTATION_OFFLOAD_IPV6 1
/* Slot UdpSegmentationOffloadInfo; non-zero asks the miniport to cut the datagram into MSS-sized ones. */
typedef struct _NDIS_UDP_SEGMENTATION_OFFLOAD_NET_BUFFER_LIST_INFO {
    union {
        struct {
            ULONG MSS : 20;
            ULONG UdpHeaderOffset : 10;
            ULONG Reserved : 1;
            ULONG IPVersion : 1;
        } Transmit;
        PVOID Value;
    };
} NDIS_UDP_SEGMENTATION_OFFLOAD_NET_BUFFER_LIST_INFO, *PNDIS_UDP_SEGMENTATION_OFFLOAD_NET_BUFFER_LIST_INFO;
#endif
#if NDIS_SUPPORT_NDIS689
/* Slot UdpRecvSegCoalesceOffloadInfo: SegCount datagrams of SegSize bytes of payload each (the last may be shorter). */
typedef struct _NDIS_UDP_RSC_OFFLOAD_NET_BUFFER_LIST_INFO {
    union {
        struct {
            USHORT SegCount;
            USHORT SegSize;
        } Receive;
        PVOID Value;
    };
} NDIS_UDP_RSC_OFFLOAD_NET_BUFFER_LIST_INFO, *PNDIS_UDP_RSC_OFFLOAD_NET_BUFFER_LIST_INFO;
#define NET_BUFFER_LIST_IS_URO_SET(_NBL) (NET_BUFFER_LIST_INFO((_NBL), UdpRecvSegCoalesceOffloadInfo) != NULL)
#define NET_BUFFER_LIST_UDP_COALESCED_SEG_COUNT(_NBL)                                                                                             \
    (((NDIS_UDP_RSC_OFFLOAD_NET_BUFFER_LIST_INFO *)&NET_BUFFER_LIST_INFO((_NBL), UdpRecvSegCoalesceOffloadInfo))->Receive.SegCount)
#define NET_BUFFER_LIST_UDP_COALESCED_SEG_SIZE(_NBL)                                                                                              \
    (((NDIS_UDP_RSC_OFFLOAD_NET_BUFFER_LIST_INFO *)&NET_BUFFER_LIST_INFO((_NBL), UdpRecvSegCoalesceOffloadInfo))->Receive.SegSize)
#endif
#if NDIS_SUPPORT_NDIS686
/* Hardware time stamps of a packet; the slot is NDIS's own. learn.microsoft.com/windows-hardware/drivers/ddi/nbltimestamp/ */
typedef struct _NET_BUFFER_LIST_TIMESTAMP {
    ULONG64 Timestamp;
} NET_BUFFER_LIST_TIMESTAMP, *PNET_BUFFER_LIST_TIMESTAMP;
NDISSYSAPI void NTAPI NdisSetNblTimestampInfo(NET_BUFFER_LIST *Nbl, NET_BUFFER_LIST_TIMESTAMP const *NblTimestamp);
NDISSYSAPI void NTAPI NdisGetNblTimestampInfo(NET_BUFFER_LIST const *Nbl, NET_BUFFER_LIST_TIMESTAMP *NblTimestamp);
NDISSYSAPI void NTAPI NdisCopyNblTimestampInfo(NET_BUFFER_LIST *NblDest, NET_BUFFER_LIST const *NblSrc);
#endif

#endif
