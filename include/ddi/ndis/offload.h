/*
 * ndis/offload.h: offload: out-of-band structures, IPsec, capability structures.
 * learn.microsoft.com/windows-hardware/drivers/network/ndis-tcp-ip-offload
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/ndis/ + nf-ndis-<function>, ns-ndis-_<structure>, ne-ndis-_<enumeration>, nc-ndis-<callback>, all lower case.
 * A part of ndis.h: include that.
 */
#ifndef FLUE_DDI_NDIS_OFFLOAD_H
#define FLUE_DDI_NDIS_OFFLOAD_H

#define NDIS_OBJECT_TYPE_CLIENT_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS 142
#define NDIS_OBJECT_TYPE_PROVIDER_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS 143
#define NDIS_OBJECT_TYPE_CLIENT_CHIMNEY_OFFLOAD_CHARACTERISTICS 147
#define NDIS_OBJECT_TYPE_PROVIDER_CHIMNEY_OFFLOAD_CHARACTERISTICS 148
#define NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES    160
#define NDIS_OBJECT_TYPE_OFFLOAD                                167
#define NDIS_OBJECT_TYPE_OFFLOAD_ENCAPSULATION                  168
#if NDIS_SUPPORT_NDIS61
#define NDIS_IPSEC_OFFLOAD_V2_ADD_SA_REVISION_1                 1
#endif
#if NDIS_SUPPORT_NDIS630
#define NDIS_IPSEC_OFFLOAD_V2_ADD_SA_EX_REVISION_1              1
#endif
#if NDIS_SUPPORT_NDIS61
#define NDIS_IPSEC_OFFLOAD_V2_DELETE_SA_REVISION_1              1
#define NDIS_IPSEC_OFFLOAD_V2_UPDATE_SA_REVISION_1              1
#endif
#define NDIS_OBJECT_TCP_OFFLOAD_REVISION_1                      1
#if NDIS_SUPPORT_NDIS630
#define NDIS_RSC_STATISTICS_REVISION_1                          1
#define NDIS_TCP_RECV_SEG_COALESC_OFFLOAD_REVISION_1            1
#endif
#define DOT11_OFFLOAD_NETWORK_LIST_REVISION_1                   1
#if NDIS_SUPPORT_NDIS630
#define NDIS_SIZEOF_RSC_STATISTICS_REVISION_1                   ((SIZE_T)40)
#define NDIS_SIZEOF_TCP_RECV_SEG_COALESC_OFFLOAD_REVISION_1     ((SIZE_T)2)
#endif
#define DOT11_MIN_SIZEOF_OFFLOAD_NETWORK_LIST_INFO_REVISION_1   24
#define DOT11_SIZEOF_OFFLOAD_NETWORK_STATUS_PARAMETERS_REVISION_1 ((SIZE_T)8)
#if NDIS_SUPPORT_NDIS650
#define NDIS_GFT_OFFLOAD_INFO_DIRECTION_INGRESS                 1
#define NDIS_GFT_OFFLOAD_INFO_EXCEPTION_PACKET                  2
#define NDIS_GFT_OFFLOAD_INFO_COPY_PACKET                       4
#define NDIS_GFT_OFFLOAD_INFO_SAMPLE_PACKET                     8
#endif
#define NDIS_TASK_OFFLOAD_VERSION                               1
#define CRYPTO_SUCCESS                                          0
#define CRYPTO_GENERIC_ERROR                                    1
#define CRYPTO_TRANSPORT_AH_AUTH_FAILED                         2
#define CRYPTO_TRANSPORT_ESP_AUTH_FAILED                        3
#define CRYPTO_TUNNEL_AH_AUTH_FAILED                            4
#define CRYPTO_TUNNEL_ESP_AUTH_FAILED                           5
#define CRYPTO_INVALID_PACKET_SYNTAX                            6
#define CRYPTO_INVALID_PROTOCOL                                 7
#define IPSEC_TPT_UDPESP_ENCAPTYPE_IKE                          1
#define IPSEC_TUN_UDPESP_ENCAPTYPE_IKE                          2
#define IPSEC_TPTOVERTUN_UDPESP_ENCAPTYPE_IKE                   4
#define IPSEC_TPT_UDPESP_OVER_PURE_TUN_ENCAPTYPE_IKE            8
#define IPSEC_TPT_UDPESP_ENCAPTYPE_OTHER                        0x10
#define IPSEC_TUN_UDPESP_ENCAPTYPE_OTHER                        0x20
#define IPSEC_TPTOVERTUN_UDPESP_ENCAPTYPE_OTHER                 0x40
#define IPSEC_TPT_UDPESP_OVER_PURE_TUN_ENCAPTYPE_OTHER          0x80
#define NDIS_TCP_LARGE_SEND_OFFLOAD_V1_TYPE                     0
#define NDIS_TCP_LARGE_SEND_OFFLOAD_V2_TYPE                     1
#define NDIS_TCP_LARGE_SEND_OFFLOAD_IPv4                        0
#define NDIS_TCP_LARGE_SEND_OFFLOAD_IPv6                        1
#define NDIS_LARGE_SEND_OFFLOAD_MAX_HEADER_LENGTH               0x80
#if NDIS_SUPPORT_NDIS61
#define IPSEC_OFFLOAD_V2_MAX_EXTENSION_HEADERS                  2
#define IPSEC_OFFLOAD_V2_UDP_ESP_ENCAPSULATION_NONE             0
#define IPSEC_OFFLOAD_V2_UDP_ESP_ENCAPSULATION_TRANSPORT        1
#define IPSEC_OFFLOAD_V2_UDP_ESP_ENCAPSULATION_TUNNEL           2
#define IPSEC_OFFLOAD_V2_TRANSPORT_OVER_UDP_ESP_ENCAPSULATION_TUNNEL 4
#define IPSEC_OFFLOAD_V2_UDP_ESP_ENCAPSULATION_TRANSPORT_OVER_TUNNEL 8
#define IPSEC_OFFLOAD_V2_ESN_SA                                 1
#define IPSEC_OFFLOAD_V2_INBOUND                                1
#define IPSEC_OFFLOAD_V2_IPv6                                   0x10
#endif
#define NDIS_TCP_CONNECTION_OFFLOAD_PARAMETERS_1                1
#if NDIS_SUPPORT_NDIS61
#define NDIS_TCP_CONNECTION_OFFLOAD_PARAMETERS_2                2
#endif

#if NDIS_SUPPORT_NDIS61
typedef ULONG IPSEC_OFFLOAD_V2_SPI_TYPE;
#endif /* NDIS_SUPPORT_NDIS61 */

typedef struct _NDIS_TCP_IP_CHECKSUM_PACKET_INFO {
    union {
        struct {
            ULONG NdisPacketChecksumV4 : 1;
            ULONG NdisPacketChecksumV6 : 1;
            ULONG NdisPacketTcpChecksum : 1;
            ULONG NdisPacketUdpChecksum : 1;
            ULONG NdisPacketIpChecksum : 1;
        } Transmit;
        struct {
            ULONG NdisPacketTcpChecksumFailed : 1;
            ULONG NdisPacketUdpChecksumFailed : 1;
            ULONG NdisPacketIpChecksumFailed : 1;
            ULONG NdisPacketTcpChecksumSucceeded : 1;
            ULONG NdisPacketUdpChecksumSucceeded : 1;
            ULONG NdisPacketIpChecksumSucceeded : 1;
            ULONG NdisPacketLoopback : 1;
        } Receive;
        ULONG Value;
    };
} NDIS_TCP_IP_CHECKSUM_PACKET_INFO, *PNDIS_TCP_IP_CHECKSUM_PACKET_INFO;

typedef struct _NDIS_PACKET_8021Q_INFO {
    union {
        struct {
            UINT32 UserPriority : 3;
            UINT32 CanonicalFormatId : 1;
            UINT32 VlanId : 12;
            UINT32 Reserved : 16;
        } TagHeader;
        PVOID Value;
    };
} NDIS_PACKET_8021Q_INFO, *PNDIS_PACKET_8021Q_INFO;

typedef struct _NDIS_NET_BUFFER_LIST_8021Q_INFO {
    union {
        struct {
            UINT32 UserPriority : 3;
            UINT32 CanonicalFormatId : 1;
            UINT32 VlanId : 12;
            UINT32 Reserved : 16;
        } TagHeader;
        struct {
            UINT32 UserPriority : 3;
            UINT32 CanonicalFormatId : 1;
            UINT32 VlanId : 12;
            UINT32 WMMInfo : 4;
            UINT32 Reserved : 12;
        } WLanTagHeader;
        PVOID Value;
    };
} NDIS_NET_BUFFER_LIST_8021Q_INFO, *PNDIS_NET_BUFFER_LIST_8021Q_INFO;

#if NDIS_SUPPORT_NDIS650

typedef struct _NDIS_NET_BUFFER_LIST_GFT_OFFLOAD_INFO {
    ULONG Flags;
    USHORT VPortId;
    USHORT Reserved;
} NDIS_NET_BUFFER_LIST_GFT_OFFLOAD_INFO, *PNDIS_NET_BUFFER_LIST_GFT_OFFLOAD_INFO;

#endif /* NDIS_SUPPORT_NDIS650 */
#if NDIS_SUPPORT_NDIS630

typedef union _NDIS_RSC_NBL_INFO {
    struct {
        USHORT CoalescedSegCount;
        USHORT DupAckCount;
    } Info;
    PVOID Value;
} NDIS_RSC_NBL_INFO, *PNDIS_RSC_NBL_INFO;

#endif /* NDIS_SUPPORT_NDIS630 */

typedef struct _NDIS_IPSEC_OFFLOAD_V1_NET_BUFFER_LIST_INFO {
    union {
        struct {
            NDIS_HANDLE OffloadHandle;
        } Transmit;
        struct {
            USHORT SaDeleteReq : 1;
            USHORT CryptoDone : 1;
            USHORT NextCryptoDone : 1;
            USHORT Pad : 13;
            USHORT CryptoStatus;
        } Receive;
    };
} NDIS_IPSEC_OFFLOAD_V1_NET_BUFFER_LIST_INFO, *PNDIS_IPSEC_OFFLOAD_V1_NET_BUFFER_LIST_INFO;

typedef struct _NDIS_TCP_LARGE_SEND_OFFLOAD_NET_BUFFER_LIST_INFO {
    union {
        struct {
            ULONG Unused : 30;
            ULONG Type : 1;
            ULONG Reserved2 : 1;
        } Transmit;
        struct {
            ULONG MSS : 20;
            ULONG TcpHeaderOffset : 10;
            ULONG Type : 1;
            ULONG Reserved2 : 1;
        } LsoV1Transmit;
        struct {
            ULONG TcpPayload : 30;
            ULONG Type : 1;
            ULONG Reserved2 : 1;
        } LsoV1TransmitComplete;
        struct {
            ULONG MSS : 20;
            ULONG TcpHeaderOffset : 10;
            ULONG Type : 1;
            ULONG IPVersion : 1;
        } LsoV2Transmit;
        struct {
            ULONG Reserved : 30;
            ULONG Type : 1;
            ULONG Reserved2 : 1;
        } LsoV2TransmitComplete;
        PVOID Value;
    };
} NDIS_TCP_LARGE_SEND_OFFLOAD_NET_BUFFER_LIST_INFO, *PNDIS_TCP_LARGE_SEND_OFFLOAD_NET_BUFFER_LIST_INFO;

typedef struct _NDIS_TCP_IP_CHECKSUM_NET_BUFFER_LIST_INFO {
    union {
        struct {
            ULONG IsIPv4 : 1;
            ULONG IsIPv6 : 1;
            ULONG TcpChecksum : 1;
            ULONG UdpChecksum : 1;
            ULONG IpHeaderChecksum : 1;
            ULONG Reserved : 11;
            ULONG TcpHeaderOffset : 10;
        } Transmit;
        struct {
            ULONG TcpChecksumFailed : 1;
            ULONG UdpChecksumFailed : 1;
            ULONG IpChecksumFailed : 1;
            ULONG TcpChecksumSucceeded : 1;
            ULONG UdpChecksumSucceeded : 1;
            ULONG IpChecksumSucceeded : 1;
            ULONG Loopback : 1;
#if NDIS_SUPPORT_NDIS630
            ULONG TcpChecksumValueInvalid : 1;
            ULONG IpChecksumValueInvalid : 1;
#endif
        } Receive;
        PVOID Value;
    };
} NDIS_TCP_IP_CHECKSUM_NET_BUFFER_LIST_INFO, *PNDIS_TCP_IP_CHECKSUM_NET_BUFFER_LIST_INFO;

#if NDIS_SUPPORT_NDIS630

typedef struct _NDIS_TCP_SEND_OFFLOADS_SUPPLEMENTAL_NET_BUFFER_LIST_INFO {
    union {
        struct {
            ULONG IsEncapsulatedPacket : 1;
            ULONG EncapsulatedPacketOffsetsValid : 1;
            ULONG InnerFrameOffset : 8;
            ULONG TransportIpHeaderRelativeOffset : 6;
            ULONG TcpHeaderRelativeOffset : 10;
            ULONG IsInnerIPv6 : 1;
            ULONG TcpOptionsPresent : 1;
            ULONG Reserved : 4;
        } EncapsulatedPacketOffsets;
        PVOID Value;
    };
} NDIS_TCP_SEND_OFFLOADS_SUPPLEMENTAL_NET_BUFFER_LIST_INFO, *PNDIS_TCP_SEND_OFFLOADS_SUPPLEMENTAL_NET_BUFFER_LIST_INFO;

#endif /* NDIS_SUPPORT_NDIS630 */

#define NDIS_OFFLOAD_ENCAPSULATION_REVISION_1                   1
/*
 * OID_OFFLOAD_ENCAPSULATION (set): the protocol says which frame format it uses; until then a miniport offloads nothing, so LSO sends fail and no
 * connection is accepted. EncapsulationType is one NDIS_ENCAPSULATION_* bit, HeaderSize the bytes before the IP header. Header.Type
 * NDIS_OBJECT_TYPE_OFFLOAD_ENCAPSULATION, revision 1. A miniport that cannot do the format fails the request.
 * learn.microsoft.com/windows-hardware/drivers/ddi/ntddndis/ns-ntddndis-_ndis_offload_encapsulation, learn.microsoft.com/windows-hardware/drivers/network/oid-offload-encapsulation
 */
typedef struct _NDIS_OFFLOAD_ENCAPSULATION {
    NDIS_OBJECT_HEADER Header;
    struct {
        ULONG Enabled;                                       /* NDIS_OFFLOAD_SET_NO_CHANGE, _ON or _OFF */
        ULONG EncapsulationType;
        ULONG HeaderSize;
    } IPv4;
    struct {
        ULONG Enabled;                                       /* NDIS_OFFLOAD_SET_NO_CHANGE, _ON or _OFF */
        ULONG EncapsulationType;
        ULONG HeaderSize;
    } IPv6;
} NDIS_OFFLOAD_ENCAPSULATION, *PNDIS_OFFLOAD_ENCAPSULATION;
#define NDIS_SIZEOF_OFFLOAD_ENCAPSULATION_REVISION_1            RTL_SIZEOF_THROUGH_FIELD(NDIS_OFFLOAD_ENCAPSULATION, IPv6)

#if NDIS_SUPPORT_NDIS61

typedef struct _NDIS_IPSEC_OFFLOAD_V2_NET_BUFFER_LIST_INFO {
    union {
        struct {
            PVOID OffloadHandle;
        } Transmit;
        struct {
            ULONG SaDeleteReq : 1;
            ULONG CryptoDone : 1;
            ULONG NextCryptoDone : 1;
            ULONG Reserved : 13;
            ULONG CryptoStatus : 16;
        } Receive;
    };
} NDIS_IPSEC_OFFLOAD_V2_NET_BUFFER_LIST_INFO, *PNDIS_IPSEC_OFFLOAD_V2_NET_BUFFER_LIST_INFO;

typedef struct _NDIS_IPSEC_OFFLOAD_V2_TUNNEL_NET_BUFFER_LIST_INFO {
    struct {
        NDIS_HANDLE TunnelHandle;
    } Transmit;
} NDIS_IPSEC_OFFLOAD_V2_TUNNEL_NET_BUFFER_LIST_INFO, *PNDIS_IPSEC_OFFLOAD_V2_TUNNEL_NET_BUFFER_LIST_INFO;

typedef struct _NDIS_IPSEC_OFFLOAD_V2_HEADER_NET_BUFFER_LIST_INFO {
    union {
        struct {
            ULONG NextHeader : 8;
            ULONG PadLength : 8;
            ULONG AhHeaderOffset : 8;
            ULONG EspHeaderOffset : 8;
        } Transmit;
        struct {
            ULONG NextHeader : 8;
            ULONG PadLength : 8;
            ULONG HeaderInfoSet : 1;
        } Receive;
    };
} NDIS_IPSEC_OFFLOAD_V2_HEADER_NET_BUFFER_LIST_INFO, *PNDIS_IPSEC_OFFLOAD_V2_HEADER_NET_BUFFER_LIST_INFO;

typedef struct _IPSEC_OFFLOAD_V2_ALGORITHM_INFO {
    ULONG Identifier;
    ULONG KeyLength;
    ULONG KeyOffsetBytes;
    ULONG AdditionalInfo;
} IPSEC_OFFLOAD_V2_ALGORITHM_INFO, *PIPSEC_OFFLOAD_V2_ALGORITHM_INFO;

typedef enum _IPSEC_OFFLOAD_V2_OPERATION {
    IPsecOffloadV2Ah = 1,
    IPsecOffloadV2Esp,
    IPsecOffloadV2Max,
} IPSEC_OFFLOAD_V2_OPERATION, *PIPSEC_OFFLOAD_V2_OPERATION;

typedef struct _IPSEC_OFFLOAD_V2_SECURITY_ASSOCIATION {
    ULONG Flags;
    IPSEC_OFFLOAD_V2_OPERATION Operation;
    IPSEC_OFFLOAD_V2_SPI_TYPE Spi;
    IPSEC_OFFLOAD_V2_ALGORITHM_INFO AuthenticationAlgorithm;
    IPSEC_OFFLOAD_V2_ALGORITHM_INFO EncryptionAlgorithm;
    ULONG SequenceNumberHighOrder;
} IPSEC_OFFLOAD_V2_SECURITY_ASSOCIATION, *PIPSEC_OFFLOAD_V2_SECURITY_ASSOCIATION;

typedef struct _IPSEC_OFFLOAD_V2_ADD_SA IPSEC_OFFLOAD_V2_ADD_SA, *PIPSEC_OFFLOAD_V2_ADD_SA;

struct _IPSEC_OFFLOAD_V2_ADD_SA {
    NDIS_OBJECT_HEADER Header;
    PIPSEC_OFFLOAD_V2_ADD_SA Next;
    ULONG NumExtHdrs;
    ULONG Flags;
    union {
        struct {
            IPAddr SrcAddr;
            IPAddr DestAddr;
        } IPv4Endpoints;
        struct {
            UCHAR SrcAddr[16];
            UCHAR DestAddr[16];
        } IPv6Endpoints;
    };
    NDIS_HANDLE OffloadHandle;
    ULONG UdpEspEncapsulation;
    IPSEC_OFFLOAD_V2_SECURITY_ASSOCIATION SecAssoc[2];
    ULONG KeyLength;
    UCHAR KeyData[1];
};
#define NDIS_SIZEOF_IPSEC_OFFLOAD_V2_ADD_SA_REVISION_1          RTL_SIZEOF_THROUGH_FIELD(IPSEC_OFFLOAD_V2_ADD_SA, KeyData)

#endif /* NDIS_SUPPORT_NDIS61 */
#if NDIS_SUPPORT_NDIS630

typedef struct _IPSEC_OFFLOAD_V2_ADD_SA_EX {
    NDIS_OBJECT_HEADER Header;
    ULONG NumExtHdrs;
    ULONG Flags;
    union {
        struct {
            IPAddr SrcAddr;
            IPAddr DestAddr;
        } IPv4Endpoints;
        struct {
            UCHAR SrcAddr[16];
            UCHAR DestAddr[16];
        } IPv6Endpoints;
    };
    NDIS_HANDLE OffloadHandle;
    ULONG UdpEspEncapsulation;
    IPSEC_OFFLOAD_V2_SECURITY_ASSOCIATION SecAssoc[2];
    ULONG KeyLength;
    ULONG KeyOffset;
    NDIS_SWITCH_PORT_ID SourceSwitchPortId;
    USHORT VlanId;
} IPSEC_OFFLOAD_V2_ADD_SA_EX, *PIPSEC_OFFLOAD_V2_ADD_SA_EX;
#define NDIS_SIZEOF_IPSEC_OFFLOAD_V2_ADD_SA_EX_REVISION_1       RTL_SIZEOF_THROUGH_FIELD(IPSEC_OFFLOAD_V2_ADD_SA_EX, VlanId)

#endif /* NDIS_SUPPORT_NDIS630 */
#if NDIS_SUPPORT_NDIS61
typedef struct _IPSEC_OFFLOAD_V2_DELETE_SA IPSEC_OFFLOAD_V2_DELETE_SA, *PIPSEC_OFFLOAD_V2_DELETE_SA;

struct _IPSEC_OFFLOAD_V2_DELETE_SA {
    NDIS_OBJECT_HEADER Header;
    PIPSEC_OFFLOAD_V2_DELETE_SA Next;
    NDIS_HANDLE OffloadHandle;
};
#define NDIS_SIZEOF_IPSEC_OFFLOAD_V2_DELETE_SA_REVISION_1       RTL_SIZEOF_THROUGH_FIELD(IPSEC_OFFLOAD_V2_DELETE_SA, OffloadHandle)

typedef struct _IPSEC_OFFLOAD_V2_UPDATE_SA {
    NDIS_OBJECT_HEADER Header;
    NDIS_HANDLE OffloadHandle;
    IPSEC_OFFLOAD_V2_OPERATION Operation;
    IPSEC_OFFLOAD_V2_SPI_TYPE Spi;
    ULONG SequenceNumberHighOrder;
} IPSEC_OFFLOAD_V2_UPDATE_SA, *PIPSEC_OFFLOAD_V2_UPDATE_SA;
#define NDIS_SIZEOF_IPSEC_OFFLOAD_V2_UPDATE_SA_REVISION_1       RTL_SIZEOF_THROUGH_FIELD(IPSEC_OFFLOAD_V2_UPDATE_SA, SequenceNumberHighOrder)

#endif /* NDIS_SUPPORT_NDIS61 */

#define NDIS_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES_REVISION_1     1
/*
 * What the NIC can offload: passed to NdisMSetMiniportAttributes from MiniportInitializeEx, after the registration and general attributes.
 * "Hardware" is all the NIC can do, also what a keyword has switched off; "default" is what is in effect now, and a subset of it. A NULL member means the
 * adapter has none of that kind. The structures behind the pointers are the driver's (usually on its stack): NDIS copies them before it returns.
 * Returns NDIS_STATUS_SUCCESS; NDIS_STATUS_BAD_VERSION when a revision or size does not fit the NDIS version the driver registered.
 *
 * The page about reporting connection offload capabilities speaks of "NDIS_MINIPORT_TCP_CONNECTION_OFFLOAD_ATTRIBUTES". There is no such type: the name is
 * a slip for the two connection members below (DefaultTcpConnectionOffloadConfiguration, TcpConnectionOffloadHardwareCapabilities).
 * learn.microsoft.com/windows-hardware/drivers/ddi/ndis/ns-ndis-_ndis_miniport_adapter_offload_attributes, learn.microsoft.com/windows-hardware/drivers/network/reporting-a-nic-s-connection-offload-capabilities
 */
typedef struct _NDIS_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES {
    NDIS_OBJECT_HEADER Header;                               /* NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES, revision 1 */
    PNDIS_OFFLOAD DefaultOffloadConfiguration;               /* task offload in effect; NULL: none */
    PNDIS_OFFLOAD HardwareOffloadCapabilities;               /* task offload the NIC is able to do */
    PNDIS_TCP_CONNECTION_OFFLOAD DefaultTcpConnectionOffloadConfiguration; /* connection offload in effect; NULL: none */
    PNDIS_TCP_CONNECTION_OFFLOAD TcpConnectionOffloadHardwareCapabilities; /* connection offload the NIC is able to do */
} NDIS_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES, *PNDIS_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES;
#define NDIS_SIZEOF_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES, TcpConnectionOffloadHardwareCapabilities)

#endif
