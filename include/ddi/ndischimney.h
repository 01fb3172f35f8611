/*
 * ndischimney.h: TCP connection offload (chimney): state objects, block lists, entry points of target and host stack.
 *
 * The documentation left the live site; its pages are in the history of the public repository (TCP chimney offload).
 * Order of calls: initiate offload (neighbor, path, TCP blocks) -> send, receive, disconnect, query, update, invalidate -> terminate offload (upload).
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/ndischimney/ + nf-ndischimney-<function>, ns-ndischimney-_<structure>, ne-ndischimney-_<enumeration>, nc-ndischimney-<callback>, all lower case.
 */
#ifndef FLUE_DDI_NDISCHIMNEY_H
#define FLUE_DDI_NDISCHIMNEY_H

#include <ndis.h>

#define TCP_DISCONNECT_GRACEFUL_CLOSE                           1
#define TCP_DISCONNECT_ABORTIVE_CLOSE                           2
#define TCP_FLAG_TIMESTAMP_ENABLED                              1
#define TCP_FLAG_SACK_ENABLED                                   2
#define TCP_FLAG_WINDOW_SCALING_ENABLED                         4
#define TCP_FLAG_KEEP_ALIVE_ENABLED                             1
#define TCP_FLAG_NAGLING_ENABLED                                2
#define TCP_FLAG_KEEP_ALIVE_RESTART                             4
#define TCP_FLAG_MAX_RT_RESTART                                 8
#define TCP_FLAG_UPDATE_RCV_WND                                 0x10
#define NDIS_TAPI_CURRENT_VERSION                               0x00010003
#define NDIS_USE_WAN_WRAPPER                                    1

typedef struct _NDIS_TCP_CONNECTION_OFFLOAD_ENCAPSULATION {
    struct {
        UCHAR Enabled;
        ULONG EncapsulationType;
        ULONG HeaderSize;
    } V4;
    struct {
        UCHAR Enabled;
        ULONG EncapsulationType;
        ULONG HeaderSize;
    } V6;
} NDIS_TCP_CONNECTION_OFFLOAD_ENCAPSULATION;

/*
 * OID_TCP_CONNECTION_OFFLOAD_PARAMETERS (set): the host stack tells the NIC the settings that all its connections share, before the first is offloaded
 * and whenever one changes. Header.Type NDIS_OBJECT_TYPE_DEFAULT, revision NDIS_TCP_CONNECTION_OFFLOAD_PARAMETERS_1 or _2.
 * learn.microsoft.com/windows-hardware/drivers/ddi/ndischimney/ns-ndischimney-_ndis_tcp_connection_offload_parameters
 */
typedef struct _NDIS_TCP_CONNECTION_OFFLOAD_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    NDIS_OFFLOAD_ENCAPSULATION Encapsulation;                /* frame format of offloaded connections */
    ULONG TicksPerSecond;                                    /* the length of a tick in the members below and in the offload state */
    UCHAR TcpAckFrequency;                                   /* acknowledge at the latest every that many segments */
    UCHAR TcpDelayedAckTicks;                                /* delayed acknowledgement time-out */
    UCHAR TcpMaximumRetransmissions;                         /* then the connection is given up (RFC 1122 R2) */
    UCHAR TcpDoubtReachabilityRetransmissions;               /* then the neighbor is in doubt */
    ULONG TcpSwsPreventionTicks;                             /* sender side silly window time-out */
    ULONG TcpDuplicateAckThreshold;                          /* duplicate acknowledgements before fast retransmit */
    ULONG TcpPushTicks;                                      /* how long pushed data may wait for a receive request */
    ULONG NceStaleTicks;                                     /* age at which a neighbor is stale */
#if NDIS_SUPPORT_NDIS61
    ULONG CongestionAlgorithm;                               /* from NDIS 6.1 */
#endif
} NDIS_TCP_CONNECTION_OFFLOAD_PARAMETERS, *PNDIS_TCP_CONNECTION_OFFLOAD_PARAMETERS;
#define NDIS_SIZEOF_TCP_CONNECTION_OFFLOAD_PARAMETERS_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_TCP_CONNECTION_OFFLOAD_PARAMETERS, NceStaleTicks)
#if NDIS_SUPPORT_NDIS61
#define NDIS_SIZEOF_TCP_CONNECTION_OFFLOAD_PARAMETERS_REVISION_2 RTL_SIZEOF_THROUGH_FIELD(NDIS_TCP_CONNECTION_OFFLOAD_PARAMETERS, CongestionAlgorithm)
#endif

/*
 * The start of every offload state structure. Length is the size through the last member of this version; RecognizedOptions tells which structure follows.
 * learn.microsoft.com/windows-hardware/drivers/network/offload-state-objects (documentation of the TCP chimney, archived)
 */
typedef struct _OFFLOAD_STATE_HEADER {
    ULONG Length;
    ULONG RecognizedOptions;
} OFFLOAD_STATE_HEADER, *POFFLOAD_STATE_HEADER;

/* The part of a connection that never changes while it is offloaded: ports, window scales, the peer's MSS, options agreed on (Flags). */
typedef struct _TCP_OFFLOAD_STATE_CONST {
    OFFLOAD_STATE_HEADER Header;
    USHORT Flags;
    USHORT RemotePort;
    USHORT LocalPort;
    UCHAR SndWindScale : 4;
    UCHAR RcvWindScale : 4;
    USHORT RemoteMss;
    ULONG HashValue;
} TCP_OFFLOAD_STATE_CONST, *PTCP_OFFLOAD_STATE_CONST;

/*
 * The part the host owns and the NIC keeps a copy of: keep-alive and other settings of the connection. The host changes it with an update request.
 */
typedef struct _TCP_OFFLOAD_STATE_CACHED {
    OFFLOAD_STATE_HEADER Header;
    USHORT Flags;
    ULONG InitialRcvWnd;
    ULONG RcvIndicationSize;
    UCHAR KaProbeCount;
    ULONG KaTimeout;
    ULONG KaInterval;
    ULONG MaxRT;
    ULONG FlowLabel : 20;
    UCHAR TtlOrHopLimit;
    UCHAR TosOrTrafficClass;
    UCHAR UserPriority : 3;
} TCP_OFFLOAD_STATE_CACHED, *PTCP_OFFLOAD_STATE_CACHED;

typedef enum TCP_OFFLOAD_CONNECTION_STATE {
    TcpConnectionClosed,
    TcpConnectionListen,
    TcpConnectionSynSent,
    TcpConnectionSynRcvd,
    TcpConnectionEstablished,
    TcpConnectionFinWait1,
    TcpConnectionFinWait2,
    TcpConnectionCloseWait,
    TcpConnectionClosing,
    TcpConnectionLastAck,
    TcpConnectionTimeWait,
    TcpConnectionMaxState,
} TCP_OFFLOAD_CONNECTION_STATE, *PTCP_OFFLOAD_CONNECTION_STATE;

/*
 * The part that is handed over: whoever has the connection owns these variables (RFC 793 names). Filled by the host when it initiates offload, by the NIC
 * when it terminates offload (upload) or answers a query. Times are ticks of OID_TCP_CONNECTION_OFFLOAD_PARAMETERS.TicksPerSecond. DWnd since NDIS 6.1.
 */
typedef struct _TCP_OFFLOAD_STATE_DELEGATED {
    OFFLOAD_STATE_HEADER Header;
    TCP_OFFLOAD_CONNECTION_STATE State;
    USHORT Flags;
    ULONG RcvNxt;                                            /* next sequence number expected */
    ULONG RcvWnd;                                            /* receive window, bytes */
    ULONG SndUna;                                            /* oldest unacknowledged */
    ULONG SndNxt;                                            /* next to send */
    ULONG SndMax;                                            /* highest sent so far */
    ULONG SndWnd;                                            /* the peer's window, bytes */
    ULONG MaxSndWnd;                                         /* largest window the peer has offered */
    ULONG SendWL1;                                           /* segment of the last window update */
    ULONG CWnd;                                              /* congestion window */
    ULONG SsThresh;                                          /* slow start threshold */
    USHORT SRtt;                                             /* smoothed round trip time */
    USHORT RttVar;                                           /* its variance */
    ULONG TsRecent;                                          /* RFC 7323 TS.Recent */
    ULONG TsRecentAge;                                       /* when it was taken */
    ULONG TsTime;                                            /* the time stamp clock */
    ULONG TotalRT;                                           /* time spent retransmitting */
    UCHAR DupAckCount;                                       /* duplicate acknowledgements seen */
    UCHAR SndWndProbeCount;
    struct {
        UCHAR ProbeCount;
        ULONG TimeoutDelta;
    } KeepAlive;
    struct {
        UCHAR Count;
        ULONG TimeoutDelta;
    } Retransmit;
    union {
        struct {
            PNET_BUFFER_LIST SendDataHead;
            PNET_BUFFER_LIST SendDataTail;
        };
        ULONG SendBacklogSize;
    };
    union {
        PNET_BUFFER_LIST BufferedData;
        ULONG ReceiveBacklogSize;
    };
#if NDIS_SUPPORT_NDIS61
    ULONG DWnd;
#endif
} TCP_OFFLOAD_STATE_DELEGATED, *PTCP_OFFLOAD_STATE_DELEGATED;

/* Source and destination address of a path (IPv4 or IPv6 by Header), shared by the connections over it. */
typedef struct _PATH_OFFLOAD_STATE_CONST {
    OFFLOAD_STATE_HEADER Header;
    const UCHAR *SourceAddress;
    const UCHAR *DestinationAddress;
} PATH_OFFLOAD_STATE_CONST, *PPATH_OFFLOAD_STATE_CONST;

/* What the host may change of a path: its MTU, bytes. */
typedef struct _PATH_OFFLOAD_STATE_CACHED {
    OFFLOAD_STATE_HEADER Header;
    ULONG PathMtu;
} PATH_OFFLOAD_STATE_CACHED, *PPATH_OFFLOAD_STATE_CACHED;

typedef struct _PATH_OFFLOAD_STATE_DELEGATED {
    OFFLOAD_STATE_HEADER Header;
} PATH_OFFLOAD_STATE_DELEGATED, *PPATH_OFFLOAD_STATE_DELEGATED;

/* The next hop, shared by paths: the link layer source address and VLAN. */
typedef struct _NEIGHBOR_OFFLOAD_STATE_CONST {
    OFFLOAD_STATE_HEADER Header;
    UCHAR DlSourceAddress[32];
    ULONG VlanId : 12;
} NEIGHBOR_OFFLOAD_STATE_CONST, *PNEIGHBOR_OFFLOAD_STATE_CONST;

/* What the host may change of a neighbor: its link layer address, and how long ago it was last heard of. */
typedef struct _NEIGHBOR_OFFLOAD_STATE_CACHED {
    OFFLOAD_STATE_HEADER Header;
    UCHAR DlDestinationAddress[32];
    ULONG HostReachabilityDelta;
} NEIGHBOR_OFFLOAD_STATE_CACHED, *PNEIGHBOR_OFFLOAD_STATE_CACHED;

typedef struct _NEIGHBOR_OFFLOAD_STATE_DELEGATED {
    OFFLOAD_STATE_HEADER Header;
    ULONG NicReachabilityDelta;
} NEIGHBOR_OFFLOAD_STATE_DELEGATED, *PNEIGHBOR_OFFLOAD_STATE_DELEGATED;

typedef struct _TCP_OFFLOAD_STATS {
    ULONG64 InSegments;
    ULONG64 OutSegments;
    ULONG CurrentlyEstablished;
    ULONG ResetEstablished;
    ULONG RetransmittedSegments;
    ULONG InErrors;
    ULONG OutResets;
} TCP_OFFLOAD_STATS, *PTCP_OFFLOAD_STATS;

typedef struct _IP_OFFLOAD_STATS {
    ULONG64 InReceives;
    ULONG64 InOctets;
    ULONG64 InDelivers;
    ULONG64 OutRequests;
    ULONG64 OutOctets;
    ULONG InHeaderErrors;
    ULONG InTruncatedPackets;
    ULONG InDiscards;
    ULONG OutDiscards;
    ULONG OutNoRoutes;
} IP_OFFLOAD_STATS, *PIP_OFFLOAD_STATS;

typedef struct _NDIS_OFFLOAD_HANDLE {
    PVOID NdisReserved[1];
    PVOID MiniportOffloadContext;
} NDIS_OFFLOAD_HANDLE, *PNDIS_OFFLOAD_HANDLE;

typedef struct _NDIS_OFFLOAD_HANDLE_PRIVATE {
    NDIS_OFFLOAD_HANDLE Handle;
    PVOID ProtocolBindingContext;
} NDIS_OFFLOAD_HANDLE_PRIVATE, *PNDIS_OFFLOAD_HANDLE_PRIVATE;

/*
 * A tree of state objects to offload, update, query, invalidate or upload, as the host stack passes it: NextBlock are siblings, DependentBlockList the
 * objects that hang on this one (neighbor, path, TCP). The offload state structures follow each block in memory. Status is set by the target per block.
 */
typedef struct _NDIS_PROTOCOL_OFFLOAD_BLOCK_LIST {
    NDIS_OBJECT_HEADER Header;
    struct _NDIS_PROTOCOL_OFFLOAD_BLOCK_LIST *NextBlock;
    struct _NDIS_PROTOCOL_OFFLOAD_BLOCK_LIST *DependentBlockList;
    NDIS_STATUS Status;
    PVOID NdisReserved[3];
    PNDIS_OFFLOAD_HANDLE OffloadHandle;
    PVOID ProtocolReserved[2];
    PVOID MiniportReserved[2];
    PVOID ImReserved[2];
    PVOID Scratch[2];
    PVOID SourceHandle;
    NDIS_PORT_NUMBER PortNumber;
    PNET_BUFFER_LIST NetBufferListChain;
} NDIS_PROTOCOL_OFFLOAD_BLOCK_LIST, *PNDIS_PROTOCOL_OFFLOAD_BLOCK_LIST;

typedef struct _NDIS_OFFLOAD_CLIENT_HANDLERS {
    NDIS_OBJECT_HEADER Header;
} NDIS_OFFLOAD_CLIENT_HANDLERS, *PNDIS_OFFLOAD_CLIENT_HANDLERS;

typedef void (NTAPI *TCP_OFFLOAD_SEND_COMPLETE_HANDLER)(NDIS_HANDLE ProtocolBindingContext, PNET_BUFFER_LIST NetBufferList);
typedef void (NTAPI *TCP_OFFLOAD_RECV_COMPLETE_HANDLER)(NDIS_HANDLE ProtocolBindingContext, PNET_BUFFER_LIST NetBufferList);
typedef void (NTAPI *TCP_OFFLOAD_DISCONNECT_COMPLETE_HANDLER)(NDIS_HANDLE ProtocolBindingContext, PNET_BUFFER_LIST NetBufferList);
typedef void (NTAPI *TCP_OFFLOAD_FORWARD_COMPLETE_HANDLER)(NDIS_HANDLE ProtocolBindingContext, PNET_BUFFER_LIST NetBufferList);
typedef void (NTAPI *TCP_OFFLOAD_EVENT_HANDLER)(PVOID OffloadContext, ULONG EventType, ULONG EventSpecificInformation);

typedef NDIS_STATUS (NTAPI *TCP_OFFLOAD_RECEIVE_INDICATE_HANDLER)(PVOID OffloadContext, PNET_BUFFER_LIST NetBufferList, NDIS_STATUS Status,
    PULONG BytesConsumed);

typedef struct _NDIS_TCP_OFFLOAD_CLIENT_HANDLERS {
    NDIS_OBJECT_HEADER Header;
    TCP_OFFLOAD_SEND_COMPLETE_HANDLER TcpOffloadSendCompleteHandler;
    TCP_OFFLOAD_RECV_COMPLETE_HANDLER TcpOffloadReceiveCompleteHandler;
    TCP_OFFLOAD_DISCONNECT_COMPLETE_HANDLER TcpOffloadDisconnectCompleteHandler;
    TCP_OFFLOAD_FORWARD_COMPLETE_HANDLER TcpOffloadForwardCompleteHandler;
    TCP_OFFLOAD_EVENT_HANDLER TcpOffloadEventHandler;
    TCP_OFFLOAD_RECEIVE_INDICATE_HANDLER TcpOffloadReceiveIndicateHandler;
} NDIS_TCP_OFFLOAD_CLIENT_HANDLERS, *PNDIS_TCP_OFFLOAD_CLIENT_HANDLERS;

typedef void (NTAPI *INITIATE_OFFLOAD_COMPLETE_HANDLER)(NDIS_HANDLE ProtocolBindingContext, PNDIS_PROTOCOL_OFFLOAD_BLOCK_LIST OffloadBlockList);
typedef void (NTAPI *TERMINATE_OFFLOAD_COMPLETE_HANDLER)(NDIS_HANDLE ProtocolBindingContext, PNDIS_PROTOCOL_OFFLOAD_BLOCK_LIST OffloadBlockList);
typedef void (NTAPI *UPDATE_OFFLOAD_COMPLETE_HANDLER)(NDIS_HANDLE ProtocolBindingContext, PNDIS_PROTOCOL_OFFLOAD_BLOCK_LIST OffloadBlockList);
typedef void (NTAPI *INVALIDATE_OFFLOAD_COMPLETE_HANDLER)(NDIS_HANDLE ProtocolBindingContext, PNDIS_PROTOCOL_OFFLOAD_BLOCK_LIST OffloadBlockList);
typedef void (NTAPI *QUERY_OFFLOAD_COMPLETE_HANDLER)(NDIS_HANDLE ProtocolBindingContext, PNDIS_PROTOCOL_OFFLOAD_BLOCK_LIST OffloadBlockList);

typedef void (NTAPI *INDICATE_OFFLOAD_EVENT_HANDLER)(NDIS_HANDLE ProtocolBindingContext, PNDIS_PROTOCOL_OFFLOAD_BLOCK_LIST OffloadBlockList,
    ULONG IndicationCode);

#define NDIS_CLIENT_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS_REVISION_1 1
/* The host stack's completion entry points common to all offload types, set by a protocol driver. */
typedef struct _NDIS_CLIENT_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    INITIATE_OFFLOAD_COMPLETE_HANDLER InitiateOffloadCompleteHandler;
    TERMINATE_OFFLOAD_COMPLETE_HANDLER TerminateOffloadCompleteHandler;
    UPDATE_OFFLOAD_COMPLETE_HANDLER UpdateOffloadCompleteHandler;
    INVALIDATE_OFFLOAD_COMPLETE_HANDLER InvalidateOffloadCompleteHandler;
    QUERY_OFFLOAD_COMPLETE_HANDLER QueryOffloadCompleteHandler;
    INDICATE_OFFLOAD_EVENT_HANDLER IndicateOffloadEventHandler;
} NDIS_CLIENT_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS, *PNDIS_CLIENT_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS;
#define NDIS_SIZEOF_CLIENT_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_CLIENT_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS, IndicateOffloadEventHandler)

typedef enum NDIS_CHIMNEY_OFFLOAD_TYPE {
    NdisTcpChimneyOffload = 1,
    NdisIpsecChimneyOffload,
    NdisRdmaChimneyOffload,
    NdisMaxChimneyOffload,
} NDIS_CHIMNEY_OFFLOAD_TYPE, *PNDIS_CHIMNEY_OFFLOAD_TYPE;

#define NDIS_CLIENT_CHIMNEY_OFFLOAD_TCP_CHARACTERISTICS_REVISION_1 1
/* The host stack's entry points for TCP: completions and the indications from the NIC (receive, disconnect, retrieve, event). */
typedef struct _NDIS_CLIENT_CHIMNEY_OFFLOAD_TCP_CHARACTERISTICS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_CHIMNEY_OFFLOAD_TYPE OffloadType;
    TCP_OFFLOAD_SEND_COMPLETE_HANDLER TcpOffloadSendCompleteHandler;
    TCP_OFFLOAD_RECV_COMPLETE_HANDLER TcpOffloadReceiveCompleteHandler;
    TCP_OFFLOAD_DISCONNECT_COMPLETE_HANDLER TcpOffloadDisconnectCompleteHandler;
    TCP_OFFLOAD_FORWARD_COMPLETE_HANDLER TcpOffloadForwardCompleteHandler;
    TCP_OFFLOAD_EVENT_HANDLER TcpOffloadEventHandler;
    TCP_OFFLOAD_RECEIVE_INDICATE_HANDLER TcpOffloadReceiveIndicateHandler;
} NDIS_CLIENT_CHIMNEY_OFFLOAD_TCP_CHARACTERISTICS, *PNDIS_CLIENT_CHIMNEY_OFFLOAD_TCP_CHARACTERISTICS;
#define NDIS_SIZEOF_CLIENT_CHIMNEY_OFFLOAD_TCP_CHARACTERISTICS_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_CLIENT_CHIMNEY_OFFLOAD_TCP_CHARACTERISTICS, TcpOffloadReceiveIndicateHandler)

/* The same tree as the miniport sees it: MiniportOffloadContext points at the place where the target keeps its own pointer to the object. */
typedef struct _NDIS_MINIPORT_OFFLOAD_BLOCK_LIST {
    NDIS_OBJECT_HEADER Header;
    struct _NDIS_MINIPORT_OFFLOAD_BLOCK_LIST *NextBlock;
    struct _NDIS_MINIPORT_OFFLOAD_BLOCK_LIST *DependentBlockList;
    NDIS_STATUS Status;
    PVOID NdisReserved[2];
    PVOID *MiniportOffloadContext;
    NDIS_HANDLE NdisOffloadHandle;
    PVOID ProtocolReserved[2];
    PVOID MiniportReserved[2];
    PVOID ImReserved[2];
    PVOID Scratch[2];
    PVOID SourceHandle;
    NDIS_PORT_NUMBER PortNumber;
    PNET_BUFFER_LIST NetBufferListChain;
} NDIS_MINIPORT_OFFLOAD_BLOCK_LIST, *PNDIS_MINIPORT_OFFLOAD_BLOCK_LIST;

typedef void (NTAPI *W_INITIATE_OFFLOAD_HANDLER)(NDIS_HANDLE MiniportAdapterContext, PNDIS_MINIPORT_OFFLOAD_BLOCK_LIST OffloadBlockList);  /* any IRQL */
typedef void (NTAPI *W_TERMINATE_OFFLOAD_HANDLER)(NDIS_HANDLE MiniportAdapterContext, PNDIS_MINIPORT_OFFLOAD_BLOCK_LIST OffloadBlockList);  /* any IRQL */
typedef void (NTAPI *W_UPDATE_OFFLOAD_HANDLER)(NDIS_HANDLE MiniportAdapterContext, PNDIS_MINIPORT_OFFLOAD_BLOCK_LIST OffloadBlockList);  /* any IRQL */
typedef void (NTAPI *W_INVALIDATE_OFFLOAD_HANDLER)(NDIS_HANDLE MiniportAdapterContext, PNDIS_MINIPORT_OFFLOAD_BLOCK_LIST OffloadBlockList);  /* any IRQL */
typedef void (NTAPI *W_QUERY_OFFLOAD_HANDLER)(NDIS_HANDLE MiniportAdapterContext, PNDIS_MINIPORT_OFFLOAD_BLOCK_LIST OffloadBlockList);  /* any IRQL */

/*
 * A miniport's chimney entry points common to all offload types, set with NdisSetOptionalHandlers from MiniportSetOptions. Each returns at once and
 * finishes with the matching completion handler that NDIS gives in the NDIS_OFFLOAD_EVENT_HANDLERS.
 */
typedef struct _NDIS_PROVIDER_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    W_INITIATE_OFFLOAD_HANDLER InitiateOffloadHandler;
    W_TERMINATE_OFFLOAD_HANDLER TerminateOffloadHandler;
    W_UPDATE_OFFLOAD_HANDLER UpdateOffloadHandler;
    W_INVALIDATE_OFFLOAD_HANDLER InvalidateOffloadHandler;
    W_QUERY_OFFLOAD_HANDLER QueryOffloadHandler;
} NDIS_PROVIDER_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS, *PNDIS_PROVIDER_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS;

typedef NDIS_STATUS (NTAPI *W_TCP_OFFLOAD_SEND_HANDLER)(NDIS_HANDLE MiniportAdapterContext, PVOID MiniportOffloadContext,
    PNET_BUFFER_LIST NetBufferList);  /* any IRQL */

typedef NDIS_STATUS (NTAPI *W_TCP_OFFLOAD_RECEIVE_HANDLER)(NDIS_HANDLE MiniportAdapterContext, PVOID MiniportOffloadContext,
    PNET_BUFFER_LIST NetBufferList);  /* any IRQL */

typedef NDIS_STATUS (NTAPI *W_TCP_OFFLOAD_DISCONNECT_HANDLER)(NDIS_HANDLE MiniportAdapterContext, PVOID MiniportOffloadContext,
    PNET_BUFFER_LIST NetBufferList, ULONG Flags);  /* any IRQL */

typedef NDIS_STATUS (NTAPI *W_TCP_OFFLOAD_FORWARD_HANDLER)(NDIS_HANDLE MiniportAdapterContext, PVOID MiniportOffloadContext,
    PNET_BUFFER_LIST NetBufferList);  /* any IRQL */

typedef NDIS_STATUS (NTAPI *W_TCP_OFFLOAD_RECEIVE_RETURN_HANDLER)(NDIS_HANDLE MiniportAdapterContext, PNET_BUFFER_LIST NetBufferList);  /* any IRQL */

/* A miniport's entry points for offloaded TCP connections: send, receive, disconnect, forward. */
typedef struct _NDIS_PROVIDER_CHIMNEY_OFFLOAD_TCP_CHARACTERISTICS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_CHIMNEY_OFFLOAD_TYPE OffloadType;
    W_TCP_OFFLOAD_SEND_HANDLER TcpOffloadSendHandler;
    W_TCP_OFFLOAD_RECEIVE_HANDLER TcpOffloadReceiveHandler;
    W_TCP_OFFLOAD_DISCONNECT_HANDLER TcpOffloadDisconnectHandler;
    W_TCP_OFFLOAD_FORWARD_HANDLER TcpOffloadForwardHandler;
    W_TCP_OFFLOAD_RECEIVE_RETURN_HANDLER TcpOffloadReceiveReturnHandler;
} NDIS_PROVIDER_CHIMNEY_OFFLOAD_TCP_CHARACTERISTICS, *PNDIS_PROVIDER_CHIMNEY_OFFLOAD_TCP_CHARACTERISTICS;

/* NDIS's side of the generic chimney calls: what a target calls to complete a request or to ask for upload. */
typedef struct _NDIS_OFFLOAD_EVENT_HANDLERS {
    NDIS_OBJECT_HEADER Header;
} NDIS_OFFLOAD_EVENT_HANDLERS, *PNDIS_OFFLOAD_EVENT_HANDLERS;

typedef void (NTAPI *NDIS_TCP_OFFLOAD_EVENT_INDICATE)(NDIS_HANDLE NdisOffloadHandle, ULONG EventType, ULONG EventSpecificInformation);  /* IRQL DISPATCH_LEVEL */

typedef NDIS_STATUS (NTAPI *NDIS_TCP_OFFLOAD_RECEIVE_INDICATE)(NDIS_HANDLE NdisOffloadHandle, PNET_BUFFER_LIST NetBufferList, NDIS_STATUS Status,
    PULONG BytesConsumed);  /* IRQL DISPATCH_LEVEL */

typedef void (NTAPI *NDIS_TCP_OFFLOAD_SEND_COMPLETE)(NDIS_HANDLE NdisMiniportHandle, PNET_BUFFER_LIST NetBufferList);  /* any IRQL */
typedef void (NTAPI *NDIS_TCP_OFFLOAD_RECEIVE_COMPLETE)(NDIS_HANDLE NdisMiniportHandle, PNET_BUFFER_LIST NetBufferList);  /* any IRQL */
typedef void (NTAPI *NDIS_TCP_OFFLOAD_DISCONNECT_COMPLETE)(NDIS_HANDLE NdisMiniportHandle, PNET_BUFFER_LIST NetBufferList);
typedef void (NTAPI *NDIS_TCP_OFFLOAD_FORWARD_COMPLETE)(NDIS_HANDLE NdisMiniportHandle, PNET_BUFFER_LIST NetBufferList);  /* any IRQL */

/* NDIS's side of the TCP chimney calls: completions and indications, <= DISPATCH_LEVEL. */
typedef struct _NDIS_TCP_OFFLOAD_EVENT_HANDLERS {
    NDIS_OBJECT_HEADER Header;
    NDIS_TCP_OFFLOAD_EVENT_INDICATE NdisTcpOffloadEventHandler;
    NDIS_TCP_OFFLOAD_RECEIVE_INDICATE NdisTcpOffloadReceiveHandler;
    NDIS_TCP_OFFLOAD_SEND_COMPLETE NdisTcpOffloadSendComplete;
    NDIS_TCP_OFFLOAD_RECEIVE_COMPLETE NdisTcpOffloadReceiveComplete;
    NDIS_TCP_OFFLOAD_DISCONNECT_COMPLETE NdisTcpOffloadDisconnectComplete;
    NDIS_TCP_OFFLOAD_FORWARD_COMPLETE NdisTcpOffloadForwardComplete;
} NDIS_TCP_OFFLOAD_EVENT_HANDLERS, *PNDIS_TCP_OFFLOAD_EVENT_HANDLERS;
#define NDIS_SIZEOF_TCP_OFFLOAD_EVENT_HANDLERS_REVISION_1       RTL_SIZEOF_THROUGH_FIELD(NDIS_TCP_OFFLOAD_EVENT_HANDLERS, NdisTcpOffloadForwardComplete)

typedef enum INDICATE_OFFLOAD_EVENT {
    NeighborReachabilityInDoubt = 1,
    NeighborReachabilityQuery,
    MaxOffloadEvent,
} INDICATE_OFFLOAD_EVENT, *PINDICATE_OFFLOAD_EVENT;

typedef enum OFFLOAD_STATE_TYPE {
    NeighborOffloadConstState = 1,
    NeighborOffloadCachedState,
    NeighborOffloadDelegatedState,
    NeighborOffloadState,
    Ip4OffloadConstState,
    Ip4OffloadCachedState,
    Ip4OffloadDelegatedState,
    Ip4OffloadState,
    Ip6OffloadConstState,
    Ip6OffloadCachedState,
    Ip6OffloadDelegatedState,
    Ip6OffloadState,
    TcpOffloadConstState,
    TcpOffloadCachedState,
    TcpOffloadDelegatedState,
    TcpOffloadResourceState,
    TcpOffloadState,
    FilterReservedOffloadState = 254,
    MaximumOffloadState,
} OFFLOAD_STATE_TYPE, *POFFLOAD_STATE_TYPE;

typedef enum TCP_OFFLOAD_EVENT_TYPE {
    TcpIndicateSendBacklogChange = 1,
    TcpIndicateDisconnect,
    TcpIndicateRetrieve,
    TcpIndicateAbort,
} TCP_OFFLOAD_EVENT_TYPE, *PTCP_OFFLOAD_EVENT_TYPE;

typedef enum TCP_UPLOAD_REASON {
    LowActivity = 1,
    HighDropRate,
    SmallIO,
    NoBufferPreposting,
    NoBufferProposting = 4,
    ReceivedUrgentData,
    HighFragmentation,
    HighOutOfOrderPackets,
    TimeoutExpiration,
    InvalidState,
    UploadRequested,
    HardwareFailure,
    MaxUploadReason,
} TCP_UPLOAD_REASON, *PTCP_UPLOAD_REASON;

NDISSYSAPI void NTAPI NdisInitiateOffload(NDIS_HANDLE NdisBindingHandle, PNDIS_PROTOCOL_OFFLOAD_BLOCK_LIST OffloadBlockList);
NDISSYSAPI void NTAPI NdisInvalidateOffload(NDIS_HANDLE NdisBindingHandle, PNDIS_PROTOCOL_OFFLOAD_BLOCK_LIST OffloadBlockList);
NDISSYSAPI NDIS_STATUS NTAPI NdisMGetOffloadHandlers(NDIS_HANDLE NdisMiniportHandle, NDIS_CHIMNEY_OFFLOAD_TYPE ChimneyType,
    PNDIS_OFFLOAD_EVENT_HANDLERS *OffloadHandlers);
NDISSYSAPI void NTAPI NdisMInitiateOffloadComplete(NDIS_HANDLE NdisMiniportHandle, PNDIS_MINIPORT_OFFLOAD_BLOCK_LIST OffloadBlockList);  /* any IRQL */
NDISSYSAPI void NTAPI NdisMInvalidateOffloadComplete(NDIS_HANDLE NdisMiniportHandle, PNDIS_MINIPORT_OFFLOAD_BLOCK_LIST OffloadBlockList);  /* any IRQL */
NDISSYSAPI void NTAPI NdisMOffloadEventIndicate(NDIS_HANDLE NdisMiniportHandle, PNDIS_MINIPORT_OFFLOAD_BLOCK_LIST OffloadBlockList,
    ULONG IndicationCode);  /* IRQL DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisMQueryOffloadStateComplete(NDIS_HANDLE NdisMiniportHandle, PNDIS_MINIPORT_OFFLOAD_BLOCK_LIST OffloadBlockList);  /* any IRQL */
NDISSYSAPI void NTAPI NdisMTerminateOffloadComplete(NDIS_HANDLE NdisMiniportHandle, PNDIS_MINIPORT_OFFLOAD_BLOCK_LIST OffloadBlockList);  /* any IRQL */
NDISSYSAPI void NTAPI NdisMUpdateOffloadComplete(NDIS_HANDLE NdisMiniportHandle, PNDIS_MINIPORT_OFFLOAD_BLOCK_LIST OffloadBlockList);  /* any IRQL */
NDISSYSAPI NDIS_STATUS NTAPI NdisOffloadTcpDisconnect(PNDIS_OFFLOAD_HANDLE NdisOffloadHandle, PNET_BUFFER_LIST NetBufferList, ULONG Flags);
NDISSYSAPI NDIS_STATUS NTAPI NdisOffloadTcpForward(PNDIS_OFFLOAD_HANDLE NdisOffloadHandle, PNET_BUFFER_LIST NetBufferList);
NDISSYSAPI NDIS_STATUS NTAPI NdisOffloadTcpReceive(PNDIS_OFFLOAD_HANDLE NdisOffloadHandle, PNET_BUFFER_LIST NetBufferList);
NDISSYSAPI void NTAPI NdisOffloadTcpReceiveReturn(NDIS_HANDLE NdisBindingHandle, PNET_BUFFER_LIST NetBufferList);
NDISSYSAPI NDIS_STATUS NTAPI NdisOffloadTcpSend(PNDIS_OFFLOAD_HANDLE NdisOffloadHandle, PNET_BUFFER_LIST NetBufferList);
NDISSYSAPI void NTAPI NdisQueryOffloadState(NDIS_HANDLE NdisBindingHandle, PNDIS_PROTOCOL_OFFLOAD_BLOCK_LIST OffloadBlockList);
NDISSYSAPI void NTAPI NdisTerminateOffload(NDIS_HANDLE NdisBindingHandle, PNDIS_PROTOCOL_OFFLOAD_BLOCK_LIST OffloadBlockList);
NDISSYSAPI void NTAPI NdisUpdateOffload(NDIS_HANDLE NdisBindingHandle, PNDIS_PROTOCOL_OFFLOAD_BLOCK_LIST OffloadBlockList);
#endif
