/*
 * ntddndis/offload.h: task offload and connection offload: what a NIC reports.
 * learn.microsoft.com/windows-hardware/drivers/network/ndis-tcp-ip-offload
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/ntddndis/ + nf-ntddndis-<function>, ns-ntddndis-_<structure>, ne-ntddndis-_<enumeration>, nc-ntddndis-<callback>, all lower case.
 * A part of ntddndis.h: include that.
 */
#ifndef FLUE_DDI_NTDDNDIS_OFFLOAD_H
#define FLUE_DDI_NTDDNDIS_OFFLOAD_H

#define OFFLOAD_MAX_SAS                                         3
#define OFFLOAD_INBOUND_SA                                      1
#define OFFLOAD_OUTBOUND_SA                                     2
#define NDIS_PROTOCOL_ID_TCP_IP                                 2
#define NDIS_OFFLOAD_PARAMETERS_NO_CHANGE                       0
#define NDIS_OFFLOAD_PARAMETERS_TX_RX_DISABLED                  1
#define NDIS_OFFLOAD_PARAMETERS_TX_ENABLED_RX_DISABLED          2
#define NDIS_OFFLOAD_PARAMETERS_RX_ENABLED_TX_DISABLED          3
#define NDIS_OFFLOAD_PARAMETERS_TX_RX_ENABLED                   4
#define NDIS_OFFLOAD_PARAMETERS_LSOV1_DISABLED                  1
#define NDIS_OFFLOAD_PARAMETERS_LSOV1_ENABLED                   2
#define NDIS_OFFLOAD_PARAMETERS_IPSECV1_DISABLED                1
#define NDIS_OFFLOAD_PARAMETERS_IPSECV1_AH_ENABLED              2
#define NDIS_OFFLOAD_PARAMETERS_IPSECV1_ESP_ENABLED             3
#define NDIS_OFFLOAD_PARAMETERS_IPSECV1_AH_AND_ESP_ENABLED      4
#define NDIS_OFFLOAD_PARAMETERS_LSOV2_DISABLED                  1
#define NDIS_OFFLOAD_PARAMETERS_LSOV2_ENABLED                   2
#if NDIS_SUPPORT_NDIS61
#define NDIS_OFFLOAD_PARAMETERS_IPSECV2_DISABLED                1
#define NDIS_OFFLOAD_PARAMETERS_IPSECV2_AH_ENABLED              2
#define NDIS_OFFLOAD_PARAMETERS_IPSECV2_ESP_ENABLED             3
#define NDIS_OFFLOAD_PARAMETERS_IPSECV2_AH_AND_ESP_ENABLED      4
#endif
#if NDIS_SUPPORT_NDIS630
#define NDIS_OFFLOAD_PARAMETERS_RSC_DISABLED                    1
#define NDIS_OFFLOAD_PARAMETERS_RSC_ENABLED                     2
#define NDIS_ENCAPSULATION_TYPE_GRE_MAC                         1
#endif
#if NDIS_SUPPORT_NDIS650
#define NDIS_ENCAPSULATION_TYPE_VXLAN                           2
#endif
#define NDIS_OFFLOAD_PARAMETERS_CONNECTION_OFFLOAD_DISABLED     1
#define NDIS_OFFLOAD_PARAMETERS_CONNECTION_OFFLOAD_ENABLED      2
#if NDIS_SUPPORT_NDIS630
#define NDIS_OFFLOAD_PARAMETERS_SKIP_REGISTRY_UPDATE            1  /* in Flags: change at run time only, keywords stay */
#endif
#define NDIS_OFFLOAD_NOT_SUPPORTED                              0
#define NDIS_OFFLOAD_SUPPORTED                                  1
#define NDIS_OFFLOAD_SET_NO_CHANGE                              0
#define NDIS_OFFLOAD_SET_ON                                     1
#define NDIS_OFFLOAD_SET_OFF                                    2
#define NDIS_ENCAPSULATION_NOT_SUPPORTED                        0  /* the offload is not there at all */
#define NDIS_ENCAPSULATION_NULL                                 1  /* no link layer header */
#define NDIS_ENCAPSULATION_IEEE_802_3                           2  /* Ethernet */
#define NDIS_ENCAPSULATION_IEEE_802_3_P_AND_Q                   4  /* Ethernet with the tag in the frame */
#define NDIS_ENCAPSULATION_IEEE_802_3_P_AND_Q_IN_OOB            8  /* Ethernet with the tag out of band */
#define NDIS_ENCAPSULATION_IEEE_LLC_SNAP_ROUTED                 0x10  /* LLC/SNAP routed (RFC 1483) */
#if NDIS_SUPPORT_NDIS61
#define IPSEC_OFFLOAD_V2_AUTHENTICATION_MD5                     1
#define IPSEC_OFFLOAD_V2_AUTHENTICATION_SHA_1                   2
#define IPSEC_OFFLOAD_V2_AUTHENTICATION_SHA_256                 4
#define IPSEC_OFFLOAD_V2_AUTHENTICATION_AES_GCM_128             8
#define IPSEC_OFFLOAD_V2_AUTHENTICATION_AES_GCM_192             0x10
#define IPSEC_OFFLOAD_V2_AUTHENTICATION_AES_GCM_256             0x20
#define IPSEC_OFFLOAD_V2_ENCRYPTION_NONE                        1
#define IPSEC_OFFLOAD_V2_ENCRYPTION_DES_CBC                     2
#define IPSEC_OFFLOAD_V2_ENCRYPTION_3_DES_CBC                   4
#define IPSEC_OFFLOAD_V2_ENCRYPTION_AES_GCM_128                 8
#define IPSEC_OFFLOAD_V2_ENCRYPTION_AES_GCM_192                 0x10
#define IPSEC_OFFLOAD_V2_ENCRYPTION_AES_GCM_256                 0x20
#define IPSEC_OFFLOAD_V2_ENCRYPTION_AES_CBC_128                 0x40
#define IPSEC_OFFLOAD_V2_ENCRYPTION_AES_CBC_192                 0x80
#define IPSEC_OFFLOAD_V2_ENCRYPTION_AES_CBC_256                 0x00000100
#endif
#if NDIS_SUPPORT_NDIS630
#define NDIS_ENCAPSULATED_PACKET_TASK_OFFLOAD_NOT_SUPPORTED     0
#define NDIS_ENCAPSULATED_PACKET_TASK_OFFLOAD_INNER_IPV4        1
#define NDIS_ENCAPSULATED_PACKET_TASK_OFFLOAD_OUTER_IPV4        2
#define NDIS_ENCAPSULATED_PACKET_TASK_OFFLOAD_INNER_IPV6        4
#define NDIS_ENCAPSULATED_PACKET_TASK_OFFLOAD_OUTER_IPV6        8
#endif
#define NDIS_OFFLOAD_FLAGS_GROUP_CHECKSUM_CAPABILITIES          1
#if NDIS_SUPPORT_NDIS630
#define IPSEC_OFFLOAD_V2_AND_TCP_CHECKSUM_COEXISTENCE           2
#define IPSEC_OFFLOAD_V2_AND_UDP_CHECKSUM_COEXISTENCE           4
#endif

typedef ULONG SPI_TYPE;

typedef struct _OFFLOAD_ALGO_INFO {
    ULONG algoIdentifier;
    ULONG algoKeylen;
    ULONG algoRounds;
} OFFLOAD_ALGO_INFO, *POFFLOAD_ALGO_INFO;

typedef enum _OFFLOAD_OPERATION_E {
    AUTHENTICATE = 1,
    ENCRYPT,
} OFFLOAD_OPERATION_E;

typedef struct _OFFLOAD_SECURITY_ASSOCIATION {
    OFFLOAD_OPERATION_E Operation;
    SPI_TYPE SPI;
    OFFLOAD_ALGO_INFO IntegrityAlgo;
    OFFLOAD_ALGO_INFO ConfAlgo;
    OFFLOAD_ALGO_INFO Reserved;
} OFFLOAD_SECURITY_ASSOCIATION, *POFFLOAD_SECURITY_ASSOCIATION;

typedef struct _OFFLOAD_IPSEC_ADD_SA {
    IPAddr SrcAddr;
    IPMask SrcMask;
    IPAddr DestAddr;
    IPMask DestMask;
    ULONG Protocol;
    USHORT SrcPort;
    USHORT DestPort;
    IPAddr SrcTunnelAddr;
    IPAddr DestTunnelAddr;
    USHORT Flags;
    SHORT NumSAs;
    OFFLOAD_SECURITY_ASSOCIATION SecAssoc[3];
    HANDLE OffloadHandle;
    ULONG KeyLen;
    UCHAR KeyMat[1];
} OFFLOAD_IPSEC_ADD_SA, *POFFLOAD_IPSEC_ADD_SA;

typedef struct _OFFLOAD_IPSEC_DELETE_SA {
    HANDLE OffloadHandle;
} OFFLOAD_IPSEC_DELETE_SA, *POFFLOAD_IPSEC_DELETE_SA;

typedef struct _OFFLOAD_IPSEC_UDPESP_ENCAPTYPE_ENTRY {
    UDP_ENCAP_TYPE UdpEncapType;
    USHORT DstEncapPort;
} OFFLOAD_IPSEC_UDPESP_ENCAPTYPE_ENTRY, *POFFLOAD_IPSEC_UDPESP_ENCAPTYPE_ENTRY;

typedef struct _OFFLOAD_IPSEC_ADD_UDPESP_SA {
    IPAddr SrcAddr;
    IPMask SrcMask;
    IPAddr DstAddr;
    IPMask DstMask;
    ULONG Protocol;
    USHORT SrcPort;
    USHORT DstPort;
    IPAddr SrcTunnelAddr;
    IPAddr DstTunnelAddr;
    USHORT Flags;
    SHORT NumSAs;
    OFFLOAD_SECURITY_ASSOCIATION SecAssoc[3];
    HANDLE OffloadHandle;
    OFFLOAD_IPSEC_UDPESP_ENCAPTYPE_ENTRY EncapTypeEntry;
    HANDLE EncapTypeEntryOffldHandle;
    ULONG KeyLen;
    UCHAR KeyMat[1];
} OFFLOAD_IPSEC_ADD_UDPESP_SA, *POFFLOAD_IPSEC_ADD_UDPESP_SA;

typedef struct _OFFLOAD_IPSEC_DELETE_UDPESP_SA {
    HANDLE OffloadHandle;
    HANDLE EncapTypeEntryOffldHandle;
} OFFLOAD_IPSEC_DELETE_UDPESP_SA, *POFFLOAD_IPSEC_DELETE_UDPESP_SA;

struct _VXLAN_PARAMETERS {
    USHORT VxlanUDPPortNumber;
};

union _ENCAPSULATION_PROTOCOL_PARAMETERS {
    struct _VXLAN_PARAMETERS VxlanParameters;
    ULONG Value;
};

#define NDIS_OFFLOAD_PARAMETERS_REVISION_1                      1
#if NDIS_SUPPORT_NDIS61
#define NDIS_OFFLOAD_PARAMETERS_REVISION_2                      2
#endif
#if NDIS_SUPPORT_NDIS630
#define NDIS_OFFLOAD_PARAMETERS_REVISION_3                      3
#endif
#if NDIS_SUPPORT_NDIS650
#define NDIS_OFFLOAD_PARAMETERS_REVISION_4                      4
#endif
/*
 * OID_TCP_OFFLOAD_PARAMETERS (set): an administrator switches offloads. Each UCHAR says what the new state is, 0 (NDIS_OFFLOAD_PARAMETERS_NO_CHANGE) leaves
 * it. The miniport changes its current configuration, never its hardware capabilities, then indicates NDIS_STATUS_TASK_OFFLOAD_CURRENT_CONFIG, or, when
 * TcpConnectionIPv4 or TcpConnectionIPv6 changed, NDIS_STATUS_OFFLOAD_PAUSE and NDIS_STATUS_OFFLOAD_RESUME. NDIS writes the keywords before it passes the
 * request on, unless NDIS_OFFLOAD_PARAMETERS_SKIP_REGISTRY_UPDATE is set. Header.Type NDIS_OBJECT_TYPE_DEFAULT; a receiver accepts any revision at or above
 * the lowest it needs and reads no further than Header.Size.
 * learn.microsoft.com/windows-hardware/drivers/ddi/ntddndis/ns-ntddndis-_ndis_offload_parameters, learn.microsoft.com/windows-hardware/drivers/network/oid-tcp-offload-parameters
 */
typedef struct _NDIS_OFFLOAD_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    UCHAR IPv4Checksum;                                      /* NDIS_OFFLOAD_PARAMETERS_TX_RX_DISABLED .. _TX_RX_ENABLED: 1 to 4 */
    UCHAR TCPIPv4Checksum;
    UCHAR UDPIPv4Checksum;
    UCHAR TCPIPv6Checksum;
    UCHAR UDPIPv6Checksum;
    UCHAR LsoV1;                                             /* NDIS_OFFLOAD_PARAMETERS_LSOV1_* */
    UCHAR IPsecV1;
    UCHAR LsoV2IPv4;                                         /* NDIS_OFFLOAD_PARAMETERS_LSOV2_* */
    UCHAR LsoV2IPv6;
    UCHAR TcpConnectionIPv4;                                 /* NDIS_OFFLOAD_PARAMETERS_CONNECTION_OFFLOAD_* */
    UCHAR TcpConnectionIPv6;                                 /* NDIS_OFFLOAD_PARAMETERS_CONNECTION_OFFLOAD_* */
    ULONG Flags;
#if NDIS_SUPPORT_NDIS61
    UCHAR IPsecV2;
    UCHAR IPsecV2IPv4;
#endif
#if NDIS_SUPPORT_NDIS630
    UCHAR RscIPv4;                                           /* NDIS_OFFLOAD_PARAMETERS_RSC_* */
    UCHAR RscIPv6;
    UCHAR EncapsulatedPacketTaskOffload;                     /* NDIS_OFFLOAD_SET_ON or _OFF */
    UCHAR EncapsulationTypes;                                /* which encapsulations that means */
#endif
#if NDIS_SUPPORT_NDIS650
    union _ENCAPSULATION_PROTOCOL_PARAMETERS EncapsulationProtocolParameters;
#endif
#if NDIS_SUPPORT_NDIS683
    struct {
        UCHAR IPv4;
        UCHAR IPv6;
    } UdpSegmentation;
#endif
#if NDIS_SUPPORT_NDIS689
    struct {
        UCHAR Enabled;
    } UdpRsc;
#endif
} NDIS_OFFLOAD_PARAMETERS, *PNDIS_OFFLOAD_PARAMETERS;
#define NDIS_SIZEOF_OFFLOAD_PARAMETERS_REVISION_1               RTL_SIZEOF_THROUGH_FIELD(NDIS_OFFLOAD_PARAMETERS, Flags)
#if NDIS_SUPPORT_NDIS61
#define NDIS_SIZEOF_OFFLOAD_PARAMETERS_REVISION_2               RTL_SIZEOF_THROUGH_FIELD(NDIS_OFFLOAD_PARAMETERS, IPsecV2IPv4)
#endif
#if NDIS_SUPPORT_NDIS630
#define NDIS_SIZEOF_OFFLOAD_PARAMETERS_REVISION_3               RTL_SIZEOF_THROUGH_FIELD(NDIS_OFFLOAD_PARAMETERS, EncapsulationTypes)
#endif
#if NDIS_SUPPORT_NDIS650
#define NDIS_SIZEOF_OFFLOAD_PARAMETERS_REVISION_4               RTL_SIZEOF_THROUGH_FIELD(NDIS_OFFLOAD_PARAMETERS, EncapsulationProtocolParameters)
#endif

/*
 * LSO version 1. MaxOffLoadSize: most bytes of TCP payload in one large send; MinSegmentCount: fewest segments for which it is worth it. Both 0: none.
 * learn.microsoft.com/windows-hardware/drivers/ddi/ntddndis/ns-ntddndis-_ndis_tcp_large_send_offload_v1
 */
typedef struct _NDIS_TCP_LARGE_SEND_OFFLOAD_V1 {
    struct {
        ULONG Encapsulation;
        ULONG MaxOffLoadSize;
        ULONG MinSegmentCount;
        ULONG TcpOptions : 2;
        ULONG IpOptions : 2;
    } IPv4;
} NDIS_TCP_LARGE_SEND_OFFLOAD_V1, *PNDIS_TCP_LARGE_SEND_OFFLOAD_V1;

/*
 * Checksum offload by IP version and direction. Each two-bit member is NDIS_OFFLOAD_NOT_SUPPORTED or NDIS_OFFLOAD_SUPPORTED.
 * learn.microsoft.com/windows-hardware/drivers/ddi/ntddndis/ns-ntddndis-_ndis_tcp_ip_checksum_offload
 */
typedef struct _NDIS_TCP_IP_CHECKSUM_OFFLOAD {
    struct {
        ULONG Encapsulation;
        ULONG IpOptionsSupported : 2;
        ULONG TcpOptionsSupported : 2;
        ULONG TcpChecksum : 2;
        ULONG UdpChecksum : 2;
        ULONG IpChecksum : 2;
    } IPv4Transmit;
    struct {
        ULONG Encapsulation;
        ULONG IpOptionsSupported : 2;
        ULONG TcpOptionsSupported : 2;
        ULONG TcpChecksum : 2;
        ULONG UdpChecksum : 2;
        ULONG IpChecksum : 2;
    } IPv4Receive;
    struct {
        ULONG Encapsulation;
        ULONG IpExtensionHeadersSupported : 2;
        ULONG TcpOptionsSupported : 2;
        ULONG TcpChecksum : 2;
        ULONG UdpChecksum : 2;
    } IPv6Transmit;
    struct {
        ULONG Encapsulation;
        ULONG IpExtensionHeadersSupported : 2;
        ULONG TcpOptionsSupported : 2;
        ULONG TcpChecksum : 2;
        ULONG UdpChecksum : 2;
    } IPv6Receive;
} NDIS_TCP_IP_CHECKSUM_OFFLOAD, *PNDIS_TCP_IP_CHECKSUM_OFFLOAD;

typedef struct _NDIS_IPSEC_OFFLOAD_V1 {
    struct {
        ULONG Encapsulation;
        ULONG AhEspCombined;
        ULONG TransportTunnelCombined;
        ULONG IPv4Options;
        ULONG Flags;
    } Supported;
    struct {
        ULONG Md5 : 2;
        ULONG Sha_1 : 2;
        ULONG Transport : 2;
        ULONG Tunnel : 2;
        ULONG Send : 2;
        ULONG Receive : 2;
    } IPv4AH;
    struct {
        ULONG Des : 2;
        ULONG Reserved : 2;
        ULONG TripleDes : 2;
        ULONG NullEsp : 2;
        ULONG Transport : 2;
        ULONG Tunnel : 2;
        ULONG Send : 2;
        ULONG Receive : 2;
    } IPv4ESP;
} NDIS_IPSEC_OFFLOAD_V1, *PNDIS_IPSEC_OFFLOAD_V1;

/*
 * LSO version 2, per IP version. A packet is handed down unsegmented when its payload exceeds MSS * (MinSegmentCount - 1) and is at most MaxOffLoadSize.
 * learn.microsoft.com/windows-hardware/drivers/ddi/ntddndis/ns-ntddndis-_ndis_tcp_large_send_offload_v2
 */
typedef struct _NDIS_TCP_LARGE_SEND_OFFLOAD_V2 {
    struct {
        ULONG Encapsulation;
        ULONG MaxOffLoadSize;
        ULONG MinSegmentCount;
    } IPv4;
    struct {
        ULONG Encapsulation;
        ULONG MaxOffLoadSize;
        ULONG MinSegmentCount;
        ULONG IpExtensionHeadersSupported : 2;
        ULONG TcpOptionsSupported : 2;
    } IPv6;
} NDIS_TCP_LARGE_SEND_OFFLOAD_V2, *PNDIS_TCP_LARGE_SEND_OFFLOAD_V2;

#if NDIS_SUPPORT_NDIS61

typedef struct _NDIS_IPSEC_OFFLOAD_V2 {
    ULONG Encapsulation;
    BOOLEAN IPv6Supported;
    BOOLEAN IPv4Options;
    BOOLEAN IPv6NonIPsecExtensionHeaders;
    BOOLEAN Ah;
    BOOLEAN Esp;
    BOOLEAN AhEspCombined;
    BOOLEAN Transport;
    BOOLEAN Tunnel;
    BOOLEAN TransportTunnelCombined;
    BOOLEAN LsoSupported;
    BOOLEAN ExtendedSequenceNumbers;
    ULONG UdpEsp;
    ULONG AuthenticationAlgorithms;
    ULONG EncryptionAlgorithms;
    ULONG SaOffloadCapacity;
} NDIS_IPSEC_OFFLOAD_V2, *PNDIS_IPSEC_OFFLOAD_V2;

#endif /* NDIS_SUPPORT_NDIS61 */
#if NDIS_SUPPORT_NDIS630

/*
 * Receive segment coalescing of TCP, per IP version.
 * learn.microsoft.com/windows-hardware/drivers/ddi/ntddndis/ns-ntddndis-_ndis_tcp_recv_seg_coalesce_offload
 */
typedef struct _NDIS_TCP_RECV_SEG_COALESCE_OFFLOAD {
    struct {
        BOOLEAN Enabled;
    } IPv4;
    struct {
        BOOLEAN Enabled;
    } IPv6;
} NDIS_TCP_RECV_SEG_COALESCE_OFFLOAD, *PNDIS_TCP_RECV_SEG_COALESCE_OFFLOAD;

typedef struct _NDIS_ENCAPSULATED_PACKET_TASK_OFFLOAD {
    ULONG TransmitChecksumOffloadSupported : 4;
    ULONG ReceiveChecksumOffloadSupported : 4;
    ULONG LsoV2Supported : 4;
    ULONG RssSupported : 4;
    ULONG VmqSupported : 4;
    ULONG MaxHeaderSizeSupported;
} NDIS_ENCAPSULATED_PACKET_TASK_OFFLOAD, *PNDIS_ENCAPSULATED_PACKET_TASK_OFFLOAD;
#define NDIS_SIZEOF_ENCAPSULATED_PACKET_TASK_OFFLOAD_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_ENCAPSULATED_PACKET_TASK_OFFLOAD, MaxHeaderSizeSupported)

#endif /* NDIS_SUPPORT_NDIS630 */

struct _VXLAN_INFO {
    USHORT VxlanUDPPortNumber;
    USHORT VxlanUDPPortNumberConfigurable : 1;
};

union _ENCAPSULATION_PROTOCOL_INFO {
    struct _VXLAN_INFO VxlanInfo;
    ULONG Value;
};

#if NDIS_SUPPORT_NDIS650

typedef struct _NDIS_ENCAPSULATED_PACKET_TASK_OFFLOAD_V2 {
    ULONG TransmitChecksumOffloadSupported : 4;
    ULONG ReceiveChecksumOffloadSupported : 4;
    ULONG LsoV2Supported : 4;
    ULONG RssSupported : 4;
    ULONG VmqSupported : 4;
    ULONG Reserved : 12;
    ULONG MaxHeaderSizeSupported;
    union _ENCAPSULATION_PROTOCOL_INFO EncapsulationProtocolInfo;
    ULONG Reserved1;
    ULONG Reserved2;
} NDIS_ENCAPSULATED_PACKET_TASK_OFFLOAD_V2, *PNDIS_ENCAPSULATED_PACKET_TASK_OFFLOAD_V2;

#endif /* NDIS_SUPPORT_NDIS650 */
#if NDIS_SUPPORT_NDIS670

typedef enum _NDIS_RFC6877_464XLAT_OFFLOAD_OPTIONS {
    NDIS_RFC6877_464XLAT_OFFLOAD_NOT_SUPPORTED,
    NDIS_RFC6877_464XLAT_OFFLOAD_DISABLED,
    NDIS_RFC6877_464XLAT_OFFLOAD_ENABLED,
    NDIS_RFC6877_464XLAT_OFFLOAD_ON_DEMAND,
} NDIS_RFC6877_464XLAT_OFFLOAD_OPTIONS;

typedef struct _NDIS_RFC6877_464XLAT_OFFLOAD {
    NDIS_RFC6877_464XLAT_OFFLOAD_OPTIONS XlatOffload;
    ULONG Flags;
} NDIS_RFC6877_464XLAT_OFFLOAD, *PNDIS_RFC6877_464XLAT_OFFLOAD;

#endif /* NDIS_SUPPORT_NDIS670 */
#if NDIS_SUPPORT_NDIS683

/*
 * UDP segmentation (NDIS 6.83): a datagram larger than the MTU is cut into MSS-sized datagrams by the NIC. SubMssFinalSegmentSupported: the last one may
 * be shorter. Without a kit for it, sizes and offsets follow from the published declaration.
 * learn.microsoft.com/windows-hardware/drivers/ddi/ntddndis/ns-ntddndis-_ndis_udp_segmentation_offload
 */
typedef struct _NDIS_UDP_SEGMENTATION_OFFLOAD {
    struct {
        ULONG Encapsulation;
        ULONG MaxOffLoadSize;
        ULONG MinSegmentCount : 6;
        ULONG SubMssFinalSegmentSupported : 1;
        ULONG Reserved : 25;
    } IPv4;
    struct {
        ULONG Encapsulation;
        ULONG MaxOffLoadSize;
        ULONG MinSegmentCount : 6;
        ULONG SubMssFinalSegmentSupported : 1;
        ULONG Reserved : 25;
        ULONG IpExtensionHeadersSupported : 2;
        ULONG Reserved2 : 30;
    } IPv6;
} NDIS_UDP_SEGMENTATION_OFFLOAD, *PNDIS_UDP_SEGMENTATION_OFFLOAD;

#endif /* NDIS_SUPPORT_NDIS683 */
#if NDIS_SUPPORT_NDIS689

/*
 * UDP receive segment coalescing (NDIS 6.89): datagrams of one flow indicated as one packet.
 * learn.microsoft.com/windows-hardware/drivers/network/udp-rsc-offload
 */
typedef struct _NDIS_UDP_RSC_OFFLOAD {
    BOOLEAN Enabled;
} NDIS_UDP_RSC_OFFLOAD, *PNDIS_UDP_RSC_OFFLOAD;

#endif /* NDIS_SUPPORT_NDIS689 */

#define NDIS_OFFLOAD_REVISION_1                                 1
#if NDIS_SUPPORT_NDIS61
#define NDIS_OFFLOAD_REVISION_2                                 2
#endif
#if NDIS_SUPPORT_NDIS630
#define NDIS_OFFLOAD_REVISION_3                                 3
#endif
#if NDIS_SUPPORT_NDIS650
#define NDIS_OFFLOAD_REVISION_4                                 4
#endif
#if NDIS_SUPPORT_NDIS670
#define NDIS_OFFLOAD_REVISION_5                                 5
#endif
/*
 * Task offload: which work of TCP, UDP, IP and IPsec the NIC does. The same structure reports (miniport attributes, NDIS_STATUS_TASK_OFFLOAD_CURRENT_CONFIG,
 * NDIS_STATUS_TASK_OFFLOAD_HARDWARE_CAPABILITIES), is answered (OID_TCP_OFFLOAD_CURRENT_CONFIG, OID_TCP_OFFLOAD_HARDWARE_CAPABILITIES) and is handed to
 * protocols at bind time. Header.Type NDIS_OBJECT_TYPE_OFFLOAD; the revision follows the registered NDIS version: 1 for 6.0, 2 for 6.1 and 6.20, 3 for 6.30
 * and 6.40, 4 for 6.50 to 6.60, 5 for 6.70 to 6.82, 6 from 6.83, 7 with UdpRsc. Encapsulation members are bit masks of NDIS_ENCAPSULATION_*.
 * learn.microsoft.com/windows-hardware/drivers/ddi/ntddndis/ns-ntddndis-_ndis_offload
 */
typedef struct _NDIS_OFFLOAD {
    NDIS_OBJECT_HEADER Header;
    NDIS_TCP_IP_CHECKSUM_OFFLOAD Checksum;                   /* computing and checking TCP, UDP and IPv4 checksums */
    NDIS_TCP_LARGE_SEND_OFFLOAD_V1 LsoV1;                    /* large send offload version 1: IPv4 only */
    NDIS_IPSEC_OFFLOAD_V1 IPsecV1;                           /* IPsec task offload version 1 */
    NDIS_TCP_LARGE_SEND_OFFLOAD_V2 LsoV2;                    /* large send offload version 2: IPv4 and IPv6 */
    ULONG Flags;                                             /* reserved; 0 */
#if NDIS_SUPPORT_NDIS61
    NDIS_IPSEC_OFFLOAD_V2 IPsecV2;                           /* IPsec task offload version 2 */
#endif
#if NDIS_SUPPORT_NDIS630
    NDIS_TCP_RECV_SEG_COALESCE_OFFLOAD Rsc;                  /* receive segment coalescing */
    NDIS_ENCAPSULATED_PACKET_TASK_OFFLOAD EncapsulatedPacketTaskOffloadGre; /* the same for packets in NVGRE */
#endif
#if NDIS_SUPPORT_NDIS650
    NDIS_ENCAPSULATED_PACKET_TASK_OFFLOAD_V2 EncapsulatedPacketTaskOffloadVxlan; /* the same for packets in VXLAN */
    UCHAR EncapsulationTypes;                                /* NDIS_ENCAPSULATION_TYPE_* */
#endif
#if NDIS_SUPPORT_NDIS670
    NDIS_RFC6877_464XLAT_OFFLOAD Rfc6877Xlat;                /* 464XLAT address translation */
#endif
#if NDIS_SUPPORT_NDIS683
    NDIS_UDP_SEGMENTATION_OFFLOAD UdpSegmentation;           /* UDP segmentation (USO) */
#endif
#if NDIS_SUPPORT_NDIS689
    NDIS_UDP_RSC_OFFLOAD UdpRsc;                             /* UDP receive coalescing (URO) */
#endif
} NDIS_OFFLOAD, *PNDIS_OFFLOAD;
#define NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_1                     RTL_SIZEOF_THROUGH_FIELD(NDIS_OFFLOAD, Flags)
#if NDIS_SUPPORT_NDIS61
#define NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_2                     RTL_SIZEOF_THROUGH_FIELD(NDIS_OFFLOAD, IPsecV2)
#endif
#if NDIS_SUPPORT_NDIS630
#define NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_3                     RTL_SIZEOF_THROUGH_FIELD(NDIS_OFFLOAD, EncapsulatedPacketTaskOffloadGre)
#endif
#if NDIS_SUPPORT_NDIS650
#define NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_4                     RTL_SIZEOF_THROUGH_FIELD(NDIS_OFFLOAD, EncapsulationTypes)
#endif
#if NDIS_SUPPORT_NDIS670
#define NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_5                     RTL_SIZEOF_THROUGH_FIELD(NDIS_OFFLOAD, Rfc6877Xlat)
#endif

typedef struct _NDIS_WMI_TCP_LARGE_SEND_OFFLOAD_V1 {
    struct {
        ULONG Encapsulation;
        ULONG MaxOffLoadSize;
        ULONG MinSegmentCount;
        ULONG TcpOptions;
        ULONG IpOptions;
    } IPv4;
} NDIS_WMI_TCP_LARGE_SEND_OFFLOAD_V1, *PNDIS_WMI_TCP_LARGE_SEND_OFFLOAD_V1;

typedef struct _NDIS_WMI_TCP_IP_CHECKSUM_OFFLOAD {
    struct {
        ULONG Encapsulation;
        ULONG IpOptionsSupported;
        ULONG TcpOptionsSupported;
        ULONG TcpChecksum;
        ULONG UdpChecksum;
        ULONG IpChecksum;
    } IPv4Transmit;
    struct {
        ULONG Encapsulation;
        ULONG IpOptionsSupported;
        ULONG TcpOptionsSupported;
        ULONG TcpChecksum;
        ULONG UdpChecksum;
        ULONG IpChecksum;
    } IPv4Receive;
    struct {
        ULONG Encapsulation;
        ULONG IpExtensionHeadersSupported;
        ULONG TcpOptionsSupported;
        ULONG TcpChecksum;
        ULONG UdpChecksum;
    } IPv6Transmit;
    struct {
        ULONG Encapsulation;
        ULONG IpExtensionHeadersSupported;
        ULONG TcpOptionsSupported;
        ULONG TcpChecksum;
        ULONG UdpChecksum;
    } IPv6Receive;
} NDIS_WMI_TCP_IP_CHECKSUM_OFFLOAD, *PNDIS_WMI_TCP_IP_CHECKSUM_OFFLOAD;

typedef struct _NDIS_WMI_IPSEC_OFFLOAD_V1 {
    struct {
        ULONG Encapsulation;
        ULONG AhEspCombined;
        ULONG TransportTunnelCombined;
        ULONG IPv4Options;
        ULONG Flags;
    } Supported;
    struct {
        ULONG Md5;
        ULONG Sha_1;
        ULONG Transport;
        ULONG Tunnel;
        ULONG Send;
        ULONG Receive;
    } IPv4AH;
    struct {
        ULONG Des;
        ULONG Reserved;
        ULONG TripleDes;
        ULONG NullEsp;
        ULONG Transport;
        ULONG Tunnel;
        ULONG Send;
        ULONG Receive;
    } IPv4ESP;
} NDIS_WMI_IPSEC_OFFLOAD_V1, *PNDIS_WMI_IPSEC_OFFLOAD_V1;

typedef struct _NDIS_WMI_TCP_LARGE_SEND_OFFLOAD_V2 {
    struct {
        ULONG Encapsulation;
        ULONG MaxOffLoadSize;
        ULONG MinSegmentCount;
    } IPv4;
    struct {
        ULONG Encapsulation;
        ULONG MaxOffLoadSize;
        ULONG MinSegmentCount;
        ULONG IpExtensionHeadersSupported;
        ULONG TcpOptionsSupported;
    } IPv6;
} NDIS_WMI_TCP_LARGE_SEND_OFFLOAD_V2, *PNDIS_WMI_TCP_LARGE_SEND_OFFLOAD_V2;

typedef struct _NDIS_WMI_OFFLOAD {
    NDIS_OBJECT_HEADER Header;
    NDIS_WMI_TCP_IP_CHECKSUM_OFFLOAD Checksum;
    NDIS_WMI_TCP_LARGE_SEND_OFFLOAD_V1 LsoV1;
    NDIS_WMI_IPSEC_OFFLOAD_V1 IPsecV1;
    NDIS_WMI_TCP_LARGE_SEND_OFFLOAD_V2 LsoV2;
    ULONG Flags;
#if NDIS_SUPPORT_NDIS61
    NDIS_IPSEC_OFFLOAD_V2 IPsecV2;
#endif
#if NDIS_SUPPORT_NDIS630
    NDIS_TCP_RECV_SEG_COALESCE_OFFLOAD Rsc;
    NDIS_ENCAPSULATED_PACKET_TASK_OFFLOAD EncapsulatedPacketTaskOffloadGre;
#endif
} NDIS_WMI_OFFLOAD, *PNDIS_WMI_OFFLOAD;
#define NDIS_SIZEOF_NDIS_WMI_OFFLOAD_REVISION_1                 RTL_SIZEOF_THROUGH_FIELD(NDIS_WMI_OFFLOAD, Flags)
#if NDIS_SUPPORT_NDIS61
#define NDIS_SIZEOF_NDIS_WMI_OFFLOAD_REVISION_2                 RTL_SIZEOF_THROUGH_FIELD(NDIS_WMI_OFFLOAD, IPsecV2)
#endif
#if NDIS_SUPPORT_NDIS630
#define NDIS_SIZEOF_NDIS_WMI_OFFLOAD_REVISION_3                 RTL_SIZEOF_THROUGH_FIELD(NDIS_WMI_OFFLOAD, EncapsulatedPacketTaskOffloadGre)
#endif

#define NDIS_TCP_CONNECTION_OFFLOAD_REVISION_1                  1
#if NDIS_SUPPORT_NDIS61
#define NDIS_TCP_CONNECTION_OFFLOAD_REVISION_2                  2
#endif
/*
 * Connection offload (TCP chimney): whether whole TCP connections can be handed to the NIC, and how many. Reported in the miniport attributes, in
 * NDIS_STATUS_OFFLOAD_RESUME and NDIS_STATUS_TCP_CONNECTION_OFFLOAD_HARDWARE_CAPABILITIES; NDIS answers OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG and
 * _HARDWARE_CAPABILITIES from it. The Support* members hold NDIS_OFFLOAD_NOT_SUPPORTED or NDIS_OFFLOAD_SUPPORTED. Header.Type
 * NDIS_OBJECT_TYPE_TCP_CONNECTION_OFFLOAD; revisions 1 and 2 have one size (20 bytes).
 * learn.microsoft.com/windows-hardware/drivers/ddi/ntddndis/ns-ntddndis-_ndis_tcp_connection_offload
 */
typedef struct _NDIS_TCP_CONNECTION_OFFLOAD {
    NDIS_OBJECT_HEADER Header;
    ULONG Encapsulation;                                     /* mask of NDIS_ENCAPSULATION_* */
    ULONG SupportIPv4 : 2;                                   /* connections over IPv4 */
    ULONG SupportIPv6 : 2;                                   /* connections over IPv6 */
    ULONG SupportIPv6ExtensionHeaders : 2;                   /* ... with extension headers */
    ULONG SupportSack : 2;                                   /* selective acknowledgement (RFC 2018) */
#if NDIS_SUPPORT_NDIS61
    ULONG CongestionAlgorithm : 4;                           /* the bits for it; their values are not documented */
#endif
    ULONG TcpConnectionOffloadCapacity;                      /* connections the NIC can hold at once */
    ULONG Flags;                                             /* reserved; 0 */
} NDIS_TCP_CONNECTION_OFFLOAD, *PNDIS_TCP_CONNECTION_OFFLOAD;
#define NDIS_SIZEOF_TCP_CONNECTION_OFFLOAD_REVISION_1           RTL_SIZEOF_THROUGH_FIELD(NDIS_TCP_CONNECTION_OFFLOAD, Flags)
#if NDIS_SUPPORT_NDIS61
#define NDIS_SIZEOF_TCP_CONNECTION_OFFLOAD_REVISION_2           RTL_SIZEOF_THROUGH_FIELD(NDIS_TCP_CONNECTION_OFFLOAD, Flags)
#endif

typedef struct _NDIS_WMI_TCP_CONNECTION_OFFLOAD {
    NDIS_OBJECT_HEADER Header;
    ULONG Encapsulation;
    ULONG SupportIPv4;
    ULONG SupportIPv6;
    ULONG SupportIPv6ExtensionHeaders;
    ULONG SupportSack;
    ULONG TcpConnectionOffloadCapacity;
    ULONG Flags;
} NDIS_WMI_TCP_CONNECTION_OFFLOAD, *PNDIS_WMI_TCP_CONNECTION_OFFLOAD;
#define NDIS_SIZEOF_WMI_TCP_CONNECTION_OFFLOAD_REVISION_1       RTL_SIZEOF_THROUGH_FIELD(NDIS_WMI_TCP_CONNECTION_OFFLOAD, Flags)

typedef enum _OFFLOAD_CONF_ALGO {
    OFFLOAD_IPSEC_CONF_NONE,
    OFFLOAD_IPSEC_CONF_DES,
    OFFLOAD_IPSEC_CONF_RESERVED,
    OFFLOAD_IPSEC_CONF_3_DES,
    OFFLOAD_IPSEC_CONF_MAX,
} OFFLOAD_CONF_ALGO;

typedef enum _OFFLOAD_INTEGRITY_ALGO {
    OFFLOAD_IPSEC_INTEGRITY_NONE,
    OFFLOAD_IPSEC_INTEGRITY_MD5,
    OFFLOAD_IPSEC_INTEGRITY_SHA,
    OFFLOAD_IPSEC_INTEGRITY_MAX,
} OFFLOAD_INTEGRITY_ALGO;

#endif
