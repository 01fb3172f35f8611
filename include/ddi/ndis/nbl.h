/*
 * ndis/nbl.h: network data: NET_BUFFER, NET_BUFFER_LIST, pools.
 * learn.microsoft.com/windows-hardware/drivers/network/net-buffer-architecture
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/ndis/ + nf-ndis-<function>, ns-ndis-_<structure>, ne-ndis-_<enumeration>, nc-ndis-<callback>, all lower case.
 * A part of ndis.h: include that.
 */
#ifndef FLUE_DDI_NDIS_NBL_H
#define FLUE_DDI_NDIS_NBL_H

#if NDIS_SUPPORT_NDIS650
#define NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_PACKET_DIRECT_ATTRIBUTES 197
#endif
#if NDIS_SUPPORT_NDIS620
#define NDIS_NBL_MEDIA_SPECIFIC_INFO_REVISION_1                 1
#define NDIS_SIZEOF_NBL_MEDIA_SPECIFIC_INFO_REVISION_1          ((SIZE_T)32)
#endif
#define DOT11_SIZEOF_GO_NEGOTIATION_REQUEST_SEND_COMPLETE_PARAMETERS_REVISION_1 ((SIZE_T)24)
#define DOT11_SIZEOF_GO_NEGOTIATION_RESPONSE_SEND_COMPLETE_PARAMETERS_REVISION_1 ((SIZE_T)24)
#define DOT11_SIZEOF_GO_NEGOTIATION_CONFIRMATION_SEND_COMPLETE_PARAMETERS_REVISION_1 ((SIZE_T)24)
#define DOT11_SIZEOF_INVITATION_REQUEST_SEND_COMPLETE_PARAMETERS_REVISION_1 ((SIZE_T)32)
#define DOT11_SIZEOF_INVITATION_RESPONSE_SEND_COMPLETE_PARAMETERS_REVISION_1 ((SIZE_T)24)
#define DOT11_SIZEOF_PROVISION_DISCOVERY_REQUEST_SEND_COMPLETE_PARAMETERS_REVISION_1 ((SIZE_T)32)
#define DOT11_SIZEOF_PROVISION_DISCOVERY_RESPONSE_SEND_COMPLETE_PARAMETERS_REVISION_1 ((SIZE_T)24)
#define NDIS_MEDIA_SPECIFIC_INFO_TUNDL                          0x00010001
#define NDIS_MEDIA_SPECIFIC_INFO_FCOE                           0x80010000
#define NDIS_MEDIA_SPECIFIC_INFO_EAPOL                          0x80010001
#define NDIS_MEDIA_SPECIFIC_INFO_LLDP                           0x80010002
#define NDIS_MEDIA_SPECIFIC_INFO_TIMESYNC                       0x80010003
#define NBL_FLAGS_MINIPORT_RESERVED                             0x0000F000
#define NBL_FLAGS_SCRATCH                                       0x000F0000
#define NDIS_NBL_FLAGS_SEND_READ_ONLY                           1
#define NDIS_NBL_FLAGS_RECV_READ_ONLY                           2
#if NDIS_SUPPORT_NDIS61
#define NDIS_NBL_FLAGS_HD_SPLIT                                 0x00000100
#define NDIS_NBL_FLAGS_IS_IPV4                                  0x00000200
#define NDIS_NBL_FLAGS_IS_IPV6                                  0x00000400
#define NDIS_NBL_FLAGS_IS_TCP                                   0x00000800
#define NDIS_NBL_FLAGS_IS_UDP                                   0x00001000
#define NDIS_NBL_FLAGS_SPLIT_AT_UPPER_LAYER_PROTOCOL_HEADER     0x00002000
#define NDIS_NBL_FLAGS_SPLIT_AT_UPPER_LAYER_PROTOCOL_PAYLOAD    0x00004000
#endif
#define NDIS_NBL_FLAGS_IS_LOOPBACK_PACKET                       0x00008000
#define NDIS_SEND_FLAGS_DISPATCH_LEVEL                          1
#define NDIS_SEND_FLAGS_CHECK_FOR_LOOPBACK                      2
#if NDIS_SUPPORT_NDIS620
#define NDIS_SEND_FLAGS_SINGLE_QUEUE                            4
#endif
#define NDIS_SEND_COMPLETE_FLAGS_DISPATCH_LEVEL                 1
#if NDIS_SUPPORT_NDIS620
#define NDIS_SEND_COMPLETE_FLAGS_SINGLE_QUEUE                   2
#endif
#define NDIS_RECEIVE_FLAGS_DISPATCH_LEVEL                       1
#define NDIS_RECEIVE_FLAGS_RESOURCES                            2
#define NDIS_RECEIVE_FLAGS_SINGLE_ETHER_TYPE                    0x00000100
#define NDIS_RECEIVE_FLAGS_SINGLE_VLAN                          0x00000200
#define NDIS_RECEIVE_FLAGS_PERFECT_FILTERED                     0x00000400
#if NDIS_SUPPORT_NDIS620
#define NDIS_RECEIVE_FLAGS_SINGLE_QUEUE                         0x00000800
#define NDIS_RECEIVE_FLAGS_SHARED_MEMORY_INFO_VALID             0x00001000
#define NDIS_RECEIVE_FLAGS_MORE_NBLS                            0x00002000
#endif
#define NDIS_RETURN_FLAGS_DISPATCH_LEVEL                        1
#if NDIS_SUPPORT_NDIS620
#define NDIS_RETURN_FLAGS_SINGLE_QUEUE                          2
#endif
#define NDIS_CLONE_FLAGS_RESERVED                               1
#define NDIS_CLONE_FLAGS_USE_ORIGINAL_MDLS                      2
#if NDIS_SUPPORT_NDIS620
#define NDIS_INDICATE_ALL_NBLS                                  0xFFFFFFFF
#endif

typedef USHORT NET_FRAME_TYPE;

typedef enum _NDIS_CLASS_ID {
    NdisClass802_3Priority,
    NdisClassWirelessWanMbxMailbox,
    NdisClassIrdaPacketInfo,
    NdisClassAtmAALInfo,
} NDIS_CLASS_ID;

typedef struct _MEDIA_SPECIFIC_INFORMATION {
    UINT NextEntryOffset;
    NDIS_CLASS_ID ClassId;
    UINT Size;
    UCHAR ClassInformation[1];
} MEDIA_SPECIFIC_INFORMATION, *PMEDIA_SPECIFIC_INFORMATION;

typedef union _NET_BUFFER_DATA_LENGTH {
    ULONG DataLength;
    SIZE_T stDataLength;
} NET_BUFFER_DATA_LENGTH, *PNET_BUFFER_DATA_LENGTH;

typedef struct _NET_BUFFER NET_BUFFER, *PNET_BUFFER;

typedef struct _NET_BUFFER_DATA {
    PNET_BUFFER Next;
    PMDL CurrentMdl;
    ULONG CurrentMdlOffset;
    union {
        ULONG DataLength;
        SIZE_T stDataLength;
    };
    PMDL MdlChain;
    ULONG DataOffset;
} NET_BUFFER_DATA, *PNET_BUFFER_DATA;

typedef union _NET_BUFFER_HEADER {
    struct {
        PNET_BUFFER Next;
        PMDL CurrentMdl;
        ULONG CurrentMdlOffset;
        union {
            ULONG DataLength;
            SIZE_T stDataLength;
        };
        PMDL MdlChain;
        ULONG DataOffset;
    };
    SLIST_HEADER Link;
} NET_BUFFER_HEADER, *PNET_BUFFER_HEADER;

#if NDIS_SUPPORT_NDIS620
typedef struct _NET_BUFFER_SHARED_MEMORY NET_BUFFER_SHARED_MEMORY, *PNET_BUFFER_SHARED_MEMORY;

struct _NET_BUFFER_SHARED_MEMORY {
    PNET_BUFFER_SHARED_MEMORY NextSharedMemorySegment;
    ULONG SharedMemoryFlags;
    NDIS_HANDLE SharedMemoryHandle;
    ULONG SharedMemoryOffset;
    ULONG SharedMemoryLength;
};

#endif /* NDIS_SUPPORT_NDIS620 */

/*
 * One packet: a chain of MDLs of which DataLength bytes from DataOffset on are the data. CurrentMdl and CurrentMdlOffset point at the first data byte.
 * learn.microsoft.com/windows-hardware/drivers/ddi/nbl/ns-nbl-net_buffer
 */
struct _NET_BUFFER {
    union {
        struct {
            PNET_BUFFER Next;
            PMDL CurrentMdl;
            ULONG CurrentMdlOffset;
            union {
                ULONG DataLength;
                SIZE_T stDataLength;
            };
            PMDL MdlChain;
            ULONG DataOffset;
        };
        SLIST_HEADER Link;
        NET_BUFFER_HEADER NetBufferHeader;
    };
    USHORT ChecksumBias;
    USHORT Reserved;
    NDIS_HANDLE NdisPoolHandle;
    PVOID NdisReserved[2];
    PVOID ProtocolReserved[6];
    PVOID MiniportReserved[4];
    NDIS_PHYSICAL_ADDRESS DataPhysicalAddress;
#if NDIS_SUPPORT_NDIS620
    union {
        PNET_BUFFER_SHARED_MEMORY SharedMemoryInfo;
        PSCATTER_GATHER_LIST ScatterGatherList;
    };
#endif
};

typedef struct _NET_BUFFER_LIST_CONTEXT NET_BUFFER_LIST_CONTEXT, *PNET_BUFFER_LIST_CONTEXT;

struct DECLSPEC_ALIGN(16) _NET_BUFFER_LIST_CONTEXT {
    PNET_BUFFER_LIST_CONTEXT Next;
    USHORT Size;
    USHORT Offset;
    DECLSPEC_ALIGN(8) UCHAR ContextData[];
};

typedef struct _NET_BUFFER_LIST NET_BUFFER_LIST, *PNET_BUFFER_LIST;

typedef struct _NET_BUFFER_LIST_DATA {
    PNET_BUFFER_LIST Next;
    PNET_BUFFER FirstNetBuffer;
} NET_BUFFER_LIST_DATA, *PNET_BUFFER_LIST_DATA;

typedef union _NET_BUFFER_LIST_HEADER {
    struct {
        PNET_BUFFER_LIST Next;
        PNET_BUFFER FirstNetBuffer;
    };
    SLIST_HEADER Link;
} NET_BUFFER_LIST_HEADER, *PNET_BUFFER_LIST_HEADER;

typedef enum _NDIS_NET_BUFFER_LIST_INFO {
    TcpIpChecksumNetBufferListInfo = 0,
    TcpOffloadBytesTransferred = 0,
    IPsecOffloadV1NetBufferListInfo = 1,
#if NDIS_SUPPORT_NDIS61
    IPsecOffloadV2NetBufferListInfo = 1,
#endif
    TcpLargeSendNetBufferListInfo = 2,
    TcpReceiveNoPush = 2,
    ClassificationHandleNetBufferListInfo = 3,
    Ieee8021QNetBufferListInfo = 4,
    NetBufferListCancelId = 5,
    MediaSpecificInformation = 6,
    NetBufferListFrameType = 7,
    NetBufferListProtocolId = 7,
    NetBufferListHashValue = 8,
    NetBufferListHashInfo = 9,
    WfpNetBufferListInfo = 10,
#if NDIS_SUPPORT_NDIS61
    IPsecOffloadV2TunnelNetBufferListInfo = 11,
    IPsecOffloadV2HeaderNetBufferListInfo = 12,
#endif
#if NDIS_SUPPORT_NDIS620
    NetBufferListCorrelationId = 13,
    NetBufferListFilteringInfo = 14,
    MediaSpecificInformationEx = 15,
    NblOriginalInterfaceIfIndex = 16,
    NblReAuthWfpFlowContext = 16,
    TcpReceiveBytesTransferred = 17,
    NrtNameResolutionId = 17,
#endif
#if NDIS_SUPPORT_NDIS689
    UdpRecvSegCoalesceOffloadInfo = 17,
#endif
#if NDIS_SUPPORT_NDIS630
    SwitchForwardingReserved = 18,
    SwitchForwardingDetail = 19,
    VirtualSubnetInfo = 20,
    IMReserved = 21,
    TcpRecvSegCoalesceInfo = 22,
#endif
#if NDIS_SUPPORT_NDIS683
    UdpSegmentationOffloadInfo = 22,
#endif
#if NDIS_SUPPORT_NDIS630
    RscTcpTimestampDelta = 23,
    TcpSendOffloadsSupplementalNetBufferListInfo = 23,
#endif
#if NDIS_SUPPORT_NDIS650
    GftOffloadInformation = 24,
    GftFlowEntryId = 25,
#endif
#if NDIS_SUPPORT_NDIS680
    NetBufferListInfoReserved3 = 26,
#endif
#if NDIS_SUPPORT_NDIS682
    NetBufferListInfoReserved4 = 27,
    NetBufferListInfoReserved1 = 28,
    NetBufferListInfoReserved2 = 29,
#endif
    MaxNetBufferListInfo,
} NDIS_NET_BUFFER_LIST_INFO, *PNDIS_NET_BUFFER_LIST_INFO;

/*
 * Packets that travel together and their out-of-band data. Allocated from a pool by NdisAllocateNetBufferList*, owned by whoever was handed it last: a send is
 * given back with NdisMSendNetBufferListsComplete, a receive with NdisReturnNetBufferLists. MiniportReserved and Scratch are the owner's.
 * learn.microsoft.com/windows-hardware/drivers/ddi/nbl/ns-nbl-net_buffer_list, learn.microsoft.com/windows-hardware/drivers/network/net-buffer-architecture
 */
struct _NET_BUFFER_LIST {
    union {
        struct {
            PNET_BUFFER_LIST Next;
            PNET_BUFFER FirstNetBuffer;
        };
        SLIST_HEADER Link;
        NET_BUFFER_LIST_HEADER NetBufferListHeader;
    };
    PNET_BUFFER_LIST_CONTEXT Context;
    PNET_BUFFER_LIST ParentNetBufferList;
    NDIS_HANDLE NdisPoolHandle;
    DECLSPEC_ALIGN(16) PVOID NdisReserved[2];
    PVOID ProtocolReserved[4];
    PVOID MiniportReserved[2];
    PVOID Scratch;
    NDIS_HANDLE SourceHandle;
    ULONG NblFlags;
    LONG ChildRefCount;
    ULONG Flags;
    union {
        NDIS_STATUS Status;
        ULONG NdisReserved2;
    };
    PVOID NetBufferListInfo[MaxNetBufferListInfo];
};

typedef struct _NDIS_NET_BUFFER_LIST_MEDIA_SPECIFIC_INFO {
    union {
        PVOID MediaSpecificInfo;
        PVOID NativeWifiSpecificInfo;
        PVOID Value;
    };
} NDIS_NET_BUFFER_LIST_MEDIA_SPECIFIC_INFO, *PNDIS_NET_BUFFER_LIST_MEDIA_SPECIFIC_INFO;

typedef struct _NDIS_NBL_MEDIA_MEDIA_SPECIFIC_INFORMATION NDIS_NBL_MEDIA_SPECIFIC_INFORMATION, *PNDIS_NBL_MEDIA_SPECIFIC_INFORMATION;

struct DECLSPEC_ALIGN(16) _NDIS_NBL_MEDIA_MEDIA_SPECIFIC_INFORMATION {
    PNDIS_NBL_MEDIA_SPECIFIC_INFORMATION NextEntry;
    ULONG Tag;
    DECLSPEC_ALIGN(8) UCHAR Data[1];
};

#if NDIS_SUPPORT_NDIS630

typedef struct _NDIS_NET_BUFFER_LIST_VIRTUAL_SUBNET_INFO {
    union {
        struct {
            UINT32 VirtualSubnetId : 24;
            UINT32 ReservedVsidBits : 8;
            UINT32 Reserved;
        };
        PVOID Value;
    };
} NDIS_NET_BUFFER_LIST_VIRTUAL_SUBNET_INFO, *PNDIS_NET_BUFFER_LIST_VIRTUAL_SUBNET_INFO;

#endif /* NDIS_SUPPORT_NDIS630 */
#if NDIS_SUPPORT_NDIS620

typedef struct _NDIS_NBL_MEDIA_SPECIFIC_INFORMATION_EX {
    NDIS_OBJECT_HEADER Header;
    struct _NDIS_NBL_MEDIA_SPECIFIC_INFORMATION_EX *NextEntry;
    ULONG Tag;
    PVOID Data;
} NDIS_NBL_MEDIA_SPECIFIC_INFORMATION_EX, *PNDIS_NBL_MEDIA_SPECIFIC_INFORMATION_EX;

typedef struct _NDIS_NET_BUFFER_LIST_FILTERING_INFO {
    union {
        struct {
            USHORT FilterId;
#if !NDIS_SUPPORT_NDIS630
            USHORT QueueId;
#else
            union {
                USHORT QueueId;
                USHORT VPortId;
            } QueueVPortInfo;
#endif
        } FilteringInfo;
        PVOID Value;
    };
} NDIS_NET_BUFFER_LIST_FILTERING_INFO, *PNDIS_NET_BUFFER_LIST_FILTERING_INFO;

#endif /* NDIS_SUPPORT_NDIS620 */

#define NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1              1
typedef struct _NET_BUFFER_LIST_POOL_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    UCHAR ProtocolId;
    BOOLEAN fAllocateNetBuffer;
    USHORT ContextSize;
    ULONG PoolTag;
    ULONG DataSize;
} NET_BUFFER_LIST_POOL_PARAMETERS, *PNET_BUFFER_LIST_POOL_PARAMETERS;
#define NDIS_SIZEOF_NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1  RTL_SIZEOF_THROUGH_FIELD(NET_BUFFER_LIST_POOL_PARAMETERS, DataSize)

#define NET_BUFFER_POOL_PARAMETERS_REVISION_1                   1
typedef struct _NET_BUFFER_POOL_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG PoolTag;
    ULONG DataSize;
} NET_BUFFER_POOL_PARAMETERS, *PNET_BUFFER_POOL_PARAMETERS;
#define NDIS_SIZEOF_NET_BUFFER_POOL_PARAMETERS_REVISION_1       RTL_SIZEOF_THROUGH_FIELD(NET_BUFFER_POOL_PARAMETERS, DataSize)

#if NDIS_SUPPORT_NDIS650

#define NDIS_MINIPORT_ADAPTER_PACKET_DIRECT_ATTRIBUTES_REVISION_1 1
typedef struct _NDIS_MINIPORT_ADAPTER_PACKET_DIRECT_ATTRIBUTES {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    UCHAR DmaAddressWidth;
} NDIS_MINIPORT_ADAPTER_PACKET_DIRECT_ATTRIBUTES;
#define NDIS_SIZEOF_MINIPORT_ADAPTER_PACKET_DIRECT_ATTRIBUTES_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_MINIPORT_ADAPTER_PACKET_DIRECT_ATTRIBUTES, DmaAddressWidth)

#endif /* NDIS_SUPPORT_NDIS650 */
typedef void NTAPI FILTER_CANCEL_SEND_NET_BUFFER_LISTS(NDIS_HANDLE FilterModuleContext, PVOID CancelId);  /* IRQL <= DISPATCH_LEVEL */

typedef void NTAPI FILTER_RECEIVE_NET_BUFFER_LISTS(NDIS_HANDLE FilterModuleContext, PNET_BUFFER_LIST NetBufferLists, NDIS_PORT_NUMBER PortNumber,
    ULONG NumberOfNetBufferLists, ULONG ReceiveFlags);  /* IRQL <= DISPATCH_LEVEL */

typedef FILTER_RECEIVE_NET_BUFFER_LISTS *FILTER_RECEIVE_NET_BUFFER_LISTS_HANDLER;
typedef void NTAPI FILTER_RETURN_NET_BUFFER_LISTS(NDIS_HANDLE FilterModuleContext, PNET_BUFFER_LIST NetBufferLists, ULONG ReturnFlags);  /* IRQL <= DISPATCH_LEVEL */
typedef FILTER_RETURN_NET_BUFFER_LISTS *FILTER_RETURN_NET_BUFFER_LISTS_HANDLER;

typedef void NTAPI FILTER_SEND_NET_BUFFER_LISTS(NDIS_HANDLE FilterModuleContext, PNET_BUFFER_LIST NetBufferList, NDIS_PORT_NUMBER PortNumber,
    ULONG SendFlags);  /* IRQL <= DISPATCH_LEVEL */

typedef void NTAPI FILTER_SEND_NET_BUFFER_LISTS_COMPLETE(NDIS_HANDLE FilterModuleContext, PNET_BUFFER_LIST NetBufferList, ULONG SendCompleteFlags);  /* IRQL <= DISPATCH_LEVEL */
typedef FILTER_SEND_NET_BUFFER_LISTS_COMPLETE *FILTER_SEND_NET_BUFFER_LISTS_COMPLETE_HANDLER;
typedef FILTER_SEND_NET_BUFFER_LISTS *FILTER_SEND_NET_BUFFER_LISTS_HANDLER;
typedef void NTAPI MINIPORT_RETURN_NET_BUFFER_LISTS(NDIS_HANDLE MiniportAdapterContext, PNET_BUFFER_LIST NetBufferLists, ULONG ReturnFlags);  /* IRQL <= DISPATCH_LEVEL */
typedef MINIPORT_RETURN_NET_BUFFER_LISTS *MINIPORT_RETURN_NET_BUFFER_LISTS_HANDLER;

typedef void NTAPI MINIPORT_SEND_NET_BUFFER_LISTS(NDIS_HANDLE MiniportAdapterContext, PNET_BUFFER_LIST NetBufferList, NDIS_PORT_NUMBER PortNumber,
    ULONG SendFlags);  /* IRQL <= DISPATCH_LEVEL */

typedef MINIPORT_SEND_NET_BUFFER_LISTS *MINIPORT_SEND_NET_BUFFER_LISTS_HANDLER;

typedef enum _NDIS_PER_PACKET_INFO {
    TcpIpChecksumPacketInfo,
    IpSecPacketInfo,
    TcpLargeSendPacketInfo,
    ClassificationHandlePacketInfo,
    NdisReserved,
    ScatterGatherListPacketInfo,
    Ieee8021QInfo,
    OriginalPacketInfo,
    PacketCancelId,
    OriginalNetBufferList,
    CachedNetBufferList,
    ShortPacketPaddingInfo,
    MaxPerPacketInfo,
} NDIS_PER_PACKET_INFO, *PNDIS_PER_PACKET_INFO;

typedef PMDL (NTAPI *NET_BUFFER_ALLOCATE_MDL_HANDLER)(PULONG BufferSize);
typedef void (NTAPI *NET_BUFFER_FREE_MDL_HANDLER)(PMDL Mdl);
typedef USHORT *PNET_FRAME_TYPE;

typedef void NTAPI PROTOCOL_RECEIVE_NET_BUFFER_LISTS(NDIS_HANDLE ProtocolBindingContext, PNET_BUFFER_LIST NetBufferLists, NDIS_PORT_NUMBER PortNumber,
    ULONG NumberOfNetBufferLists, ULONG ReceiveFlags);  /* IRQL <= DISPATCH_LEVEL */

typedef void NTAPI PROTOCOL_SEND_NET_BUFFER_LISTS_COMPLETE(NDIS_HANDLE ProtocolBindingContext, PNET_BUFFER_LIST NetBufferList,
    ULONG SendCompleteFlags);  /* IRQL <= DISPATCH_LEVEL */

typedef PROTOCOL_SEND_NET_BUFFER_LISTS_COMPLETE *SEND_NET_BUFFER_LISTS_COMPLETE_HANDLER;

NDISSYSAPI void NTAPI NdisAdjustNetBufferCurrentMdl(PNET_BUFFER NetBuffer);  /* any IRQL */
NDISSYSAPI void NTAPI NdisAdvanceNetBufferDataStart(PNET_BUFFER NetBuffer, ULONG DataOffsetDelta, BOOLEAN FreeMdl,
    NET_BUFFER_FREE_MDL_HANDLER FreeMdlHandler);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisAdvanceNetBufferListDataStart(PNET_BUFFER_LIST NetBufferList, ULONG DataOffsetDelta, BOOLEAN FreeMdl,
    NET_BUFFER_FREE_MDL_HANDLER FreeMdlMdlHandler);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI PNET_BUFFER_LIST NTAPI NdisAllocateCloneNetBufferList(PNET_BUFFER_LIST OriginalNetBufferList, NDIS_HANDLE NetBufferListPoolHandle,
    NDIS_HANDLE NetBufferPoolHandle, ULONG AllocateCloneFlags);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI PNET_BUFFER_LIST NTAPI NdisAllocateFragmentNetBufferList(PNET_BUFFER_LIST OriginalNetBufferList, NDIS_HANDLE NetBufferListPool,
    NDIS_HANDLE NetBufferPool, ULONG StartOffset, ULONG MaximumLength, ULONG DataOffsetDelta, ULONG DataBackFill, ULONG AllocateFragmentFlags);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI PNET_BUFFER NTAPI NdisAllocateNetBuffer(NDIS_HANDLE PoolHandle, PMDL MdlChain, ULONG DataOffset, SIZE_T DataLength);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI PNET_BUFFER_LIST NTAPI NdisAllocateNetBufferAndNetBufferList(NDIS_HANDLE PoolHandle, USHORT ContextSize, USHORT ContextBackFill,
    PMDL MdlChain, ULONG DataOffset, SIZE_T DataLength);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI PNET_BUFFER_LIST NTAPI NdisAllocateNetBufferList(NDIS_HANDLE PoolHandle, USHORT ContextSize, USHORT ContextBackFill);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI NDIS_STATUS NTAPI NdisAllocateNetBufferListContext(PNET_BUFFER_LIST NetBufferList, USHORT ContextSize, USHORT ContextBackFill,
    ULONG PoolTag);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI NDIS_HANDLE NTAPI NdisAllocateNetBufferListPool(NDIS_HANDLE NdisHandle, PNET_BUFFER_LIST_POOL_PARAMETERS Parameters);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI PNET_BUFFER NTAPI NdisAllocateNetBufferMdlAndData(NDIS_HANDLE PoolHandle);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI NDIS_HANDLE NTAPI NdisAllocateNetBufferPool(NDIS_HANDLE NdisHandle, PNET_BUFFER_POOL_PARAMETERS Parameters);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI PNET_BUFFER_LIST NTAPI NdisAllocateReassembledNetBufferList(PNET_BUFFER_LIST FragmentNetBufferList,
    NDIS_HANDLE NetBufferAndNetBufferListPoolHandle, ULONG StartOffset, ULONG DataOffsetDelta, ULONG DataBackFill, ULONG AllocateReassembleFlags);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisCancelSendNetBufferLists(NDIS_HANDLE NdisBindingHandle, PVOID CancelId);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI NDIS_STATUS NTAPI NdisCopyFromNetBufferToNetBuffer(PNET_BUFFER Destination, ULONG DestinationOffset, ULONG BytesToCopy, PNET_BUFFER Source,
    ULONG SourceOffset, PULONG BytesCopied);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisCopyReceiveNetBufferListInfo(PNET_BUFFER_LIST DestNetBufferList, PNET_BUFFER_LIST SrcNetBufferList);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisCopySendNetBufferListInfo(PNET_BUFFER_LIST DestNetBufferList, PNET_BUFFER_LIST SrcNetBufferList);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisFCancelSendNetBufferLists(NDIS_HANDLE NdisFilterHandle, PVOID CancelId);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisFIndicateReceiveNetBufferLists(NDIS_HANDLE NdisFilterHandle, PNET_BUFFER_LIST NetBufferLists, NDIS_PORT_NUMBER PortNumber,
    ULONG NumberOfNetBufferLists, ULONG ReceiveFlags);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI NDIS_STATUS NTAPI NdisFNetPnPEvent(NDIS_HANDLE NdisFilterHandle, PNET_PNP_EVENT_NOTIFICATION NetPnPEventNotification);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI void NTAPI NdisFReturnNetBufferLists(NDIS_HANDLE NdisFilterHandle, PNET_BUFFER_LIST NetBufferLists, ULONG ReturnFlags);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisFSendNetBufferLists(NDIS_HANDLE NdisFilterHandle, PNET_BUFFER_LIST NetBufferList, NDIS_PORT_NUMBER PortNumber,
    ULONG SendFlags);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisFSendNetBufferListsComplete(NDIS_HANDLE NdisFilterHandle, PNET_BUFFER_LIST NetBufferList, ULONG SendCompleteFlags);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisFreeCloneNetBufferList(PNET_BUFFER_LIST CloneNetBufferList, ULONG FreeCloneFlags);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisFreeFragmentNetBufferList(PNET_BUFFER_LIST FragmentNetBufferList, ULONG DataOffsetDelta, ULONG FreeFragmentFlags);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisFreeNetBuffer(PNET_BUFFER NetBuffer);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisFreeNetBufferList(PNET_BUFFER_LIST NetBufferList);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisFreeNetBufferListContext(PNET_BUFFER_LIST NetBufferList, USHORT ContextSize);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisFreeNetBufferListPool(NDIS_HANDLE PoolHandle);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisFreeNetBufferPool(NDIS_HANDLE PoolHandle);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisFreeReassembledNetBufferList(PNET_BUFFER_LIST ReassembledNetBufferList, ULONG DataOffsetDelta, ULONG FreeReassembleFlags);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI PVOID NTAPI NdisGetDataBuffer(PNET_BUFFER NetBuffer, ULONG BytesNeeded, PVOID Storage, UINT AlignMultiple, UINT AlignOffset);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI UCHAR NTAPI NdisGetNetBufferListProtocolId(PNET_BUFFER_LIST NetBufferList);  /* any IRQL */
NDISSYSAPI NDIS_HANDLE NTAPI NdisGetPoolFromNetBuffer(PNET_BUFFER NetBuffer);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI NDIS_HANDLE NTAPI NdisGetPoolFromNetBufferList(PNET_BUFFER_LIST NetBufferList);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI NDIS_STATUS NTAPI NdisMAllocateNetBufferSGList(NDIS_HANDLE NdisMiniportDmaHandle, PNET_BUFFER NetBuffer, PVOID Context, ULONG Flags,
    PVOID ScatterGatherListBuffer, ULONG ScatterGatherListBufferSize);  /* IRQL DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisMFreeNetBufferSGList(NDIS_HANDLE NdisMiniportDmaHandle, PSCATTER_GATHER_LIST pSGL, PNET_BUFFER NetBuffer);  /* IRQL DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisMIndicateReceiveNetBufferLists(NDIS_HANDLE MiniportAdapterHandle, PNET_BUFFER_LIST NetBufferList,
    NDIS_PORT_NUMBER PortNumber, ULONG NumberOfNetBufferLists, ULONG ReceiveFlags);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisMSendNetBufferListsComplete(NDIS_HANDLE MiniportAdapterHandle, PNET_BUFFER_LIST NetBufferList, ULONG SendCompleteFlags);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI ULONG NTAPI NdisQueryNetBufferPhysicalCount(PNET_BUFFER NetBuffer);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI NDIS_STATUS NTAPI NdisRetreatNetBufferDataStart(PNET_BUFFER NetBuffer, ULONG DataOffsetDelta, ULONG DataBackFill,
    NET_BUFFER_ALLOCATE_MDL_HANDLER AllocateMdlHandler);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI NDIS_STATUS NTAPI NdisRetreatNetBufferListDataStart(PNET_BUFFER_LIST NetBufferList, ULONG DataOffsetDelta, ULONG DataBackFill,
    NET_BUFFER_ALLOCATE_MDL_HANDLER AllocateMdlHandler, NET_BUFFER_FREE_MDL_HANDLER FreeMdlHandler);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisReturnNetBufferLists(NDIS_HANDLE NdisBindingHandle, PNET_BUFFER_LIST NetBufferLists, ULONG ReturnFlags);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisSendNetBufferLists(NDIS_HANDLE NdisBindingHandle, PNET_BUFFER_LIST NetBufferLists, NDIS_PORT_NUMBER PortNumber,
    ULONG SendFlags);  /* IRQL <= DISPATCH_LEVEL */

#endif
