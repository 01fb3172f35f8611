/*
 * ndis/pd.h: packet direct.
 * learn.microsoft.com/windows-hardware/drivers/network/
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/ndis/ + nf-ndis-<function>, ns-ndis-_<structure>, ne-ndis-_<enumeration>, nc-ndis-<callback>, all lower case.
 * A part of ndis.h: include that.
 */
#ifndef FLUE_DDI_NDIS_PD_H
#define FLUE_DDI_NDIS_PD_H

#if NDIS_SUPPORT_NDIS650
#define NDIS_OBJECT_TYPE_PD_TRANSMIT_QUEUE                      190
#define NDIS_OBJECT_TYPE_PD_RECEIVE_QUEUE                       191
#define PD_BUFFER_FLAG_PARTIAL_PACKET_HEAD                      1
#define PD_BUFFER_ATTR_BUILT_IN_DATA_BUFFER                     1
#define PD_BUFFER_MIN_RX_DATA_START_VALUE                       0x20
#define PD_BUFFER_MIN_RX_DATA_START_ALIGNMENT                   2
#define PD_BUFFER_MIN_TX_DATA_START_ALIGNMENT                   2
#define NDIS_PD_QUEUE_FLAG_DRAIN_NOTIFICATION                   1
#define NDIS_PD_INVALID_TRAFFIC_CLASS_ID                        0xFFFFFFFF
#define NDIS_PD_ACQUIRE_QUEUES_FLAG_DRAIN_NOTIFICATION          1
#define NDIS_PD_NOTIFICATION_GROUP_ID_NONE                      0
#endif

#if NDIS_SUPPORT_NDIS650

typedef struct _PD_BUFFER_8021Q_INFO {
    UINT16 UserPriority : 3;
    UINT16 CanonicalFormatId : 1;
    UINT16 VlanId : 12;
} PD_BUFFER_8021Q_INFO;

typedef struct _PD_BUFFER_VIRTUAL_SUBNET_INFO {
    UINT32 VirtualSubnetId : 24;
    UINT32 Reserved : 8;
} PD_BUFFER_VIRTUAL_SUBNET_INFO;

typedef struct _PD_BUFFER {
    struct _PD_BUFFER *NextPDBuffer;
    struct _PD_BUFFER *NextPartialPDBuffer;
    PVOID PDClientReserved;
    PVOID PDClientContext;
    PUCHAR DataBufferVirtualAddress;
    DMA_LOGICAL_ADDRESS DataBufferDmaLogicalAddress;
    ULONG DataBufferSize;
    USHORT PDClientContextSize;
    USHORT Attributes;
    USHORT Flags;
    USHORT DataStart;
    ULONG DataLength;
    struct {
        union {
            ULONG64 RxFilterContext;
            ULONG64 GftFlowEntryId;
        };
        ULONG RxHashValue;
        union {
            struct {
                ULONG RxIPHeaderChecksumSucceeded : 1;
                ULONG RxTCPChecksumSucceeded : 1;
                ULONG RxUDPChecksumSucceeded : 1;
                ULONG RxIPHeaderChecksumFailed : 1;
                ULONG RxTCPChecksumFailed : 1;
                ULONG RxUDPChecksumFailed : 1;
                ULONG RxHashComputed : 1;
                ULONG RxHashWithL4PortNumbers : 1;
                ULONG RxGftDirectionIngress : 1;
                ULONG RxGftExceptionPacket : 1;
                ULONG RxGftCopyPacket : 1;
                ULONG RxGftSamplePacket : 1;
                ULONG RxReserved1 : 4;
                ULONG RxCoalescedSegCount : 16;
                ULONG RxRscTcpTimestampDelta;
            };
            ULONG RxOffloads[2];
        };
        union {
            struct {
                ULONG TxIsIPv4 : 1;
                ULONG TxIsIPv6 : 1;
                ULONG TxTransportHeaderOffset : 10;
                ULONG TxMSS : 20;
                ULONG TxComputeIPHeaderChecksum : 1;
                ULONG TxComputeTCPChecksum : 1;
                ULONG TxComputeUDPChecksum : 1;
                ULONG TxIsEncapsulatedPacket : 1;
                ULONG TxInnerPacketOffsetsValid : 1;
                ULONG TxReserved1 : 11;
                ULONG TxInnerFrameOffset : 8;
                ULONG TxInnerIpHeaderRelativeOffset : 6;
                ULONG TxInnerIsIPv6 : 1;
                ULONG TxInnerTcpOptionsPresent : 1;
            };
            ULONG TxOffloads[2];
        };
        PD_BUFFER_VIRTUAL_SUBNET_INFO VirtualSubnetInfo;
        PD_BUFFER_8021Q_INFO Ieee8021qInfo;
        USHORT GftSourceVPortId;
        ULONG Reserved;
        UINT64 ProviderScratch;
    } MetaDataV0;
} PD_BUFFER;

typedef struct _NDIS_PD_POST_AND_DRAIN_ARG {
    PD_BUFFER *PostBufferListHead;
    PD_BUFFER **DrainBufferListTail;
    ULONG MaxDrainCount;
    ULONG DrainCount;
    ULONG PostCount;
    BOOLEAN QueueDepthThresholdReached;
} NDIS_PD_POST_AND_DRAIN_ARG;

typedef void NTAPI NDIS_PD_POST_AND_DRAIN_BUFFER_LIST(NDIS_PD_QUEUE *Queue, PD_BUFFER **PostBufferListHead, PD_BUFFER ***DrainBufferListTail,
    ULONG MaxDrainCount);  /* IRQL <= DISPATCH_LEVEL */

typedef NDIS_PD_POST_AND_DRAIN_BUFFER_LIST *NDIS_PD_POST_AND_DRAIN_BUFFER_LIST_HANDLER;
typedef void NTAPI NDIS_PD_QUERY_QUEUE_DEPTH(const NDIS_PD_QUEUE *Queue, ULONG64 *Depth);  /* IRQL <= DISPATCH_LEVEL */
typedef NDIS_PD_QUERY_QUEUE_DEPTH *NDIS_PD_QUERY_QUEUE_DEPTH_HANDLER;
typedef void NTAPI NDIS_PD_FLUSH_QUEUE(NDIS_PD_QUEUE *Queue);  /* IRQL <= DISPATCH_LEVEL */
typedef NDIS_PD_FLUSH_QUEUE *NDIS_PD_FLUSH_QUEUE_HANDLER;
typedef void NTAPI NDIS_PD_POST_AND_DRAIN_BUFFER_LIST_EX(NDIS_PD_QUEUE *Queue, NDIS_PD_POST_AND_DRAIN_ARG *Arg);
typedef NDIS_PD_POST_AND_DRAIN_BUFFER_LIST_EX *NDIS_PD_POST_AND_DRAIN_BUFFER_LIST_EX_HANDLER;

#define NDIS_PD_QUEUE_DISPATCH_REVISION_1                       1
typedef struct _NDIS_PD_QUEUE_DISPATCH {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_PD_POST_AND_DRAIN_BUFFER_LIST_HANDLER PDPostAndDrainBufferList;
    NDIS_PD_QUERY_QUEUE_DEPTH_HANDLER PDQueryQueueDepth;
    NDIS_PD_FLUSH_QUEUE_HANDLER PDFlushQueue;
    NDIS_PD_POST_AND_DRAIN_BUFFER_LIST_EX_HANDLER PDPostAndDrainBufferListEx;
} NDIS_PD_QUEUE_DISPATCH;
#define NDIS_SIZEOF_PD_QUEUE_DISPATCH_REVISION_1                RTL_SIZEOF_THROUGH_FIELD(NDIS_PD_QUEUE_DISPATCH, PDPostAndDrainBufferListEx)

#define NDIS_PD_QUEUE_REVISION_1                                1
struct _NDIS_PD_QUEUE {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    const NDIS_PD_QUEUE_DISPATCH *Dispatch;
    PVOID PDPlatformReserved[2];
    PVOID PDClientReserved[2];
};
#define NDIS_SIZEOF_PD_QUEUE_REVISION_1                         RTL_SIZEOF_THROUGH_FIELD(NDIS_PD_QUEUE, PDClientReserved)

typedef enum NDIS_PD_QUEUE_TYPE {
    PDQueueTypeUnknown,
    PDQueueTypeReceive,
    PDQueueTypeTransmit,
    PDQueueTypeMax,
} NDIS_PD_QUEUE_TYPE;

#endif /* NDIS_SUPPORT_NDIS650 */

struct NDIS_PD_COUNTER_HANDLE__ {
    int unused;
};

#if NDIS_SUPPORT_NDIS650
typedef struct NDIS_PD_COUNTER_HANDLE__ *NDIS_PD_COUNTER_HANDLE;

#define NDIS_PD_QUEUE_PARAMETERS_REVISION_1                     1
typedef struct _NDIS_PD_QUEUE_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_PD_QUEUE_TYPE QueueType;
    ULONG QueueSize;
    ULONG ReceiveDataLength;
    GROUP_AFFINITY Affinity;
    ULONG TrafficClassId;
    ULONG MaximumPartialBufferCount;
    NDIS_PD_COUNTER_HANDLE CounterHandle;
} NDIS_PD_QUEUE_PARAMETERS;
#define NDIS_SIZEOF_PD_QUEUE_PARAMETERS_REVISION_1              RTL_SIZEOF_THROUGH_FIELD(NDIS_PD_QUEUE_PARAMETERS, CounterHandle)

#define NDIS_PD_ACQUIRE_QUEUES_PARAMETERS_REVISION_1            1
typedef struct DECLSPEC_ALIGN(8) _NDIS_PD_ACQUIRE_QUEUES_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
} NDIS_PD_ACQUIRE_QUEUES_PARAMETERS;
#define NDIS_SIZEOF_PD_ACQUIRE_QUEUES_PARAMETERS_REVISION_1     RTL_SIZEOF_THROUGH_FIELD(NDIS_PD_ACQUIRE_QUEUES_PARAMETERS, Flags)

typedef struct _NDIS_PD_RECEIVE_QUEUE_COUNTER {
    ULONG64 PacketsReceived;
    ULONG64 BytesReceived;
    ULONG64 PacketsDropped;
} NDIS_PD_RECEIVE_QUEUE_COUNTER;

typedef struct _NDIS_PD_TRANSMIT_QUEUE_COUNTER {
    ULONG64 PacketsTransmitted;
    ULONG64 BytesTransmitted;
} NDIS_PD_TRANSMIT_QUEUE_COUNTER;

typedef struct _NDIS_PD_FILTER_COUNTER {
    ULONG64 PacketsMatched;
    ULONG64 BytesMatched;
} NDIS_PD_FILTER_COUNTER;

typedef union _NDIS_PD_COUNTER_VALUE {
    NDIS_PD_RECEIVE_QUEUE_COUNTER ReceiveQueue;
    NDIS_PD_TRANSMIT_QUEUE_COUNTER TransmitQueue;
    NDIS_PD_FILTER_COUNTER Filter;
} NDIS_PD_COUNTER_VALUE, *PNDIS_PD_COUNTER_VALUE;

typedef enum NDIS_PD_COUNTER_TYPE {
    PDCounterTypeUnknown,
    PDCounterTypeReceiveQueue,
    PDCounterTypeTransmitQueue,
    PDCounterTypeReceiveFilter,
    PDCounterTypeMax,
} NDIS_PD_COUNTER_TYPE;

#define NDIS_PD_COUNTER_PARAMETERS_REVISION_1                   1
typedef struct _NDIS_PD_COUNTER_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    PCWSTR CounterName;
    NDIS_PD_COUNTER_TYPE Type;
} NDIS_PD_COUNTER_PARAMETERS;
#define NDIS_SIZEOF_PD_COUNTER_PARAMETERS_REVISION_1            RTL_SIZEOF_THROUGH_FIELD(NDIS_PD_COUNTER_PARAMETERS, Type)

#define NDIS_PD_FILTER_PARAMETERS_REVISION_1                    1
typedef struct _NDIS_PD_FILTER_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_GFP_PROFILE_ID MatchProfileId;
    ULONG Priority;
    NDIS_PD_COUNTER_HANDLE CounterHandle;
    NDIS_PD_QUEUE *TargetReceiveQueue;
    ULONG64 RxFilterContext;
    PUCHAR HeaderGroupMatchArray;
    ULONG HeaderGroupMatchArrayNumElements;
    ULONG HeaderGroupMatchArrayElementSize;
    ULONG HeaderGroupMatchArrayTotalSize;
} NDIS_PD_FILTER_PARAMETERS;
#define NDIS_SIZEOF_PD_FILTER_PARAMETERS_REVISION_1             RTL_SIZEOF_THROUGH_FIELD(NDIS_PD_FILTER_PARAMETERS, HeaderGroupMatchArrayTotalSize)

#endif /* NDIS_SUPPORT_NDIS650 */

struct NDIS_PD_PROVIDER_HANDLE__ {
    int unused;
};

#if NDIS_SUPPORT_NDIS650
typedef struct NDIS_PD_PROVIDER_HANDLE__ *NDIS_PD_PROVIDER_HANDLE;

typedef NTSTATUS NTAPI NDIS_PD_ALLOCATE_QUEUE(NDIS_PD_PROVIDER_HANDLE ProviderHandle, const NDIS_PD_QUEUE_PARAMETERS *QueueParameters,
    NDIS_PD_QUEUE **NdisPDQueue);  /* IRQL PASSIVE_LEVEL */

typedef NDIS_PD_ALLOCATE_QUEUE *NDIS_PD_ALLOCATE_QUEUE_HANDLER;
typedef void NTAPI NDIS_PD_FREE_QUEUE(NDIS_PD_QUEUE *NdisPDQueue);  /* IRQL PASSIVE_LEVEL */
typedef NDIS_PD_FREE_QUEUE *NDIS_PD_FREE_QUEUE_HANDLER;

typedef NTSTATUS NTAPI NDIS_PD_ACQUIRE_RECEIVE_QUEUES(NDIS_PD_PROVIDER_HANDLE ProviderHandle, const NDIS_PD_ACQUIRE_QUEUES_PARAMETERS *Parameters,
    NDIS_PD_QUEUE **NdisPDQueueArray, ULONG *QueueCount, NDIS_PD_QUEUE_PARAMETERS *QueueParametersArray, ULONG *QueueParametersArraySize,
    ULONG *QueueParametersArrayElementSize);

typedef NDIS_PD_ACQUIRE_RECEIVE_QUEUES *NDIS_PD_ACQUIRE_RECEIVE_QUEUES_HANDLER;
typedef void NTAPI NDIS_PD_RELEASE_RECEIVE_QUEUES(NDIS_PD_PROVIDER_HANDLE ProviderHandle);
typedef NDIS_PD_RELEASE_RECEIVE_QUEUES *NDIS_PD_RELEASE_RECEIVE_QUEUES_HANDLER;

typedef NTSTATUS NTAPI NDIS_PD_ALLOCATE_COUNTER(NDIS_PD_PROVIDER_HANDLE ProviderHandle, const NDIS_PD_COUNTER_PARAMETERS *CounterParameters,
    NDIS_PD_COUNTER_HANDLE *CounterHandle);  /* IRQL PASSIVE_LEVEL */

typedef NDIS_PD_ALLOCATE_COUNTER *NDIS_PD_ALLOCATE_COUNTER_HANDLER;
typedef void NTAPI NDIS_PD_FREE_COUNTER(NDIS_PD_COUNTER_HANDLE CounterHandle);  /* IRQL PASSIVE_LEVEL */
typedef NDIS_PD_FREE_COUNTER *NDIS_PD_FREE_COUNTER_HANDLER;
typedef void NTAPI NDIS_PD_QUERY_COUNTER(NDIS_PD_COUNTER_HANDLE CounterHandle, NDIS_PD_COUNTER_VALUE *CounterValue);  /* IRQL PASSIVE_LEVEL */
typedef NDIS_PD_QUERY_COUNTER *NDIS_PD_QUERY_COUNTER_HANDLER;
#endif /* NDIS_SUPPORT_NDIS650 */

struct NDIS_PD_FILTER_HANDLE__ {
    int unused;
};

#if NDIS_SUPPORT_NDIS650
typedef struct NDIS_PD_FILTER_HANDLE__ *NDIS_PD_FILTER_HANDLE;

typedef NTSTATUS NTAPI NDIS_PD_SET_RECEIVE_FILTER(NDIS_PD_PROVIDER_HANDLE ProviderHandle, const NDIS_PD_FILTER_PARAMETERS *FilterParameters,
    NDIS_PD_FILTER_HANDLE *FilterHandle);  /* IRQL PASSIVE_LEVEL */

typedef NDIS_PD_SET_RECEIVE_FILTER *NDIS_PD_SET_RECEIVE_FILTER_HANDLER;
typedef void NTAPI NDIS_PD_CLEAR_RECEIVE_FILTER(NDIS_PD_FILTER_HANDLE FilterHandle);  /* IRQL PASSIVE_LEVEL */
typedef NDIS_PD_CLEAR_RECEIVE_FILTER *NDIS_PD_CLEAR_RECEIVE_FILTER_HANDLER;
typedef void NTAPI NDIS_PD_REQUEST_DRAIN_NOTIFICATION(NDIS_PD_QUEUE *NdisPDQueue);
typedef NDIS_PD_REQUEST_DRAIN_NOTIFICATION *NDIS_PD_REQUEST_DRAIN_NOTIFICATION_HANDLER;

typedef enum NDIS_PD_CONTROL_TYPE {
    NdisPDCTL_IN,
    NdisPDCTL_OUT,
    NdisPDCTL_INOUT,
} NDIS_PD_CONTROL_TYPE;

typedef enum NDIS_PD_QUEUE_CONTROL_CODE {
    NdisPDQCTLUnknown,
    NdisPDQCTLQueueDepthThreshold,
    NdisPDQCTLModerationInterval,
    NdisPDQCTLModerationCount,
    NdisPDQCTLNotificationGroupId,
    NdisPDQCTLSchedulerQueueId,
    NdisPDQCTLMax,
} NDIS_PD_QUEUE_CONTROL_CODE;

typedef NTSTATUS NTAPI NDIS_PD_QUEUE_CONTROL(NDIS_PD_QUEUE *NdisPDQueue, NDIS_PD_CONTROL_TYPE ControlType, NDIS_PD_QUEUE_CONTROL_CODE ControlCode,
    PVOID InBuffer, ULONG InBufferSize, PVOID OutBuffer, ULONG OutBufferSize, ULONG *BytesReturned);

typedef NDIS_PD_QUEUE_CONTROL *NDIS_PD_QUEUE_CONTROL_HANDLER;

typedef enum NDIS_PD_PROVIDER_CONTROL_CODE {
    NdisPDPCTLUnknown,
    NdisPDPCTLCapabilities,
    NdisPDPCTLMax,
} NDIS_PD_PROVIDER_CONTROL_CODE;

typedef NTSTATUS NTAPI NDIS_PD_PROVIDER_CONTROL(NDIS_PD_PROVIDER_HANDLE ProviderHandle, NDIS_PD_CONTROL_TYPE ControlType,
    NDIS_PD_PROVIDER_CONTROL_CODE ControlCode, PVOID InBuffer, ULONG InBufferSize, PVOID OutBuffer, ULONG OutBufferSize, ULONG *BytesReturned);

typedef NDIS_PD_PROVIDER_CONTROL *NDIS_PD_PROVIDER_CONTROL_HANDLER;

#define NDIS_PD_PROVIDER_DISPATCH_REVISION_1                    1
typedef struct _NDIS_PD_PROVIDER_DISPATCH {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_PD_ALLOCATE_QUEUE_HANDLER NdisPDAllocateQueue;
    NDIS_PD_FREE_QUEUE_HANDLER NdisPDFreeQueue;
    NDIS_PD_ACQUIRE_RECEIVE_QUEUES_HANDLER NdisPDAcquireReceiveQueues;
    NDIS_PD_RELEASE_RECEIVE_QUEUES_HANDLER NdisPDReleaseReceiveQueues;
    NDIS_PD_ALLOCATE_COUNTER_HANDLER NdisPDAllocateCounter;
    NDIS_PD_FREE_COUNTER_HANDLER NdisPDFreeCounter;
    NDIS_PD_QUERY_COUNTER_HANDLER NdisPDQueryCounter;
    NDIS_PD_SET_RECEIVE_FILTER_HANDLER NdisPDSetReceiveFilter;
    NDIS_PD_CLEAR_RECEIVE_FILTER_HANDLER NdisPDClearReceiveFilter;
    NDIS_PD_REQUEST_DRAIN_NOTIFICATION_HANDLER NdisPDRequestDrainNotification;
    NDIS_PD_QUEUE_CONTROL_HANDLER NdisPDQueueControl;
    NDIS_PD_PROVIDER_CONTROL_HANDLER NdisPDProviderControl;
} NDIS_PD_PROVIDER_DISPATCH;
#define NDIS_SIZEOF_PD_PROVIDER_DISPATCH_REVISION_1             RTL_SIZEOF_THROUGH_FIELD(NDIS_PD_PROVIDER_DISPATCH, NdisPDProviderControl)

#define NDIS_PD_OPEN_PROVIDER_PARAMETERS_REVISION_1             1
typedef struct _NDIS_PD_OPEN_PROVIDER_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_PD_PROVIDER_HANDLE ProviderHandle;
    const NDIS_PD_PROVIDER_DISPATCH *ProviderDispatch;
} NDIS_PD_OPEN_PROVIDER_PARAMETERS;
#define NDIS_SIZEOF_PD_OPEN_PROVIDER_PARAMETERS_REVISION_1      RTL_SIZEOF_THROUGH_FIELD(NDIS_PD_OPEN_PROVIDER_PARAMETERS, ProviderDispatch)

#define NDIS_PD_CLOSE_PROVIDER_PARAMETERS_REVISION_1            1
typedef struct _NDIS_PD_CLOSE_PROVIDER_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_PD_PROVIDER_HANDLE ProviderHandle;
} NDIS_PD_CLOSE_PROVIDER_PARAMETERS;
#define NDIS_SIZEOF_PD_CLOSE_PROVIDER_PARAMETERS_REVISION_1     RTL_SIZEOF_THROUGH_FIELD(NDIS_PD_CLOSE_PROVIDER_PARAMETERS, ProviderHandle)

#endif /* NDIS_SUPPORT_NDIS650 */

#endif
