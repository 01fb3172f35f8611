/*
 * ntddndis/gft.h: generic flow tables.
 * learn.microsoft.com/windows-hardware/drivers/network/
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/ntddndis/ + nf-ntddndis-<function>, ns-ntddndis-_<structure>, ne-ntddndis-_<enumeration>, nc-ntddndis-<callback>, all lower case.
 * A part of ntddndis.h: include that.
 */
#ifndef FLUE_DDI_NTDDNDIS_GFT_H
#define FLUE_DDI_NTDDNDIS_GFT_H

#if NDIS_SUPPORT_NDIS650
#define NDIS_GFP_HEADER_PRESENT_ETHERNET                        1
#define NDIS_GFP_HEADER_PRESENT_IPV4                            2
#define NDIS_GFP_HEADER_PRESENT_IPV6                            4
#define NDIS_GFP_HEADER_PRESENT_TCP                             8
#define NDIS_GFP_HEADER_PRESENT_UDP                             0x10
#define NDIS_GFP_HEADER_PRESENT_ICMP                            0x20
#define NDIS_GFP_HEADER_PRESENT_NO_ENCAP                        0x40
#define NDIS_GFP_HEADER_PRESENT_IP_IN_IP_ENCAP                  0x80
#define NDIS_GFP_HEADER_PRESENT_IP_IN_GRE_ENCAP                 0x00000100
#define NDIS_GFP_HEADER_PRESENT_NVGRE_ENCAP                     0x00000200
#define NDIS_GFP_HEADER_PRESENT_VXLAN_ENCAP                     0x00000400
#define NDIS_GFP_HEADER_FIELD_DEST_MAC_ADDR                     ((ULONGLONG)1)
#define NDIS_GFP_HEADER_FIELD_SRC_MAC_ADDR                      ((ULONGLONG)2)
#define NDIS_GFP_HEADER_FIELD_ETH_TYPE                          ((ULONGLONG)4)
#define NDIS_GFP_HEADER_FIELD_CUSTOMER_VLAN_ID                  ((ULONGLONG)8)
#define NDIS_GFP_HEADER_FIELD_PROVIDER_VLAN_ID                  ((ULONGLONG)16)
#define NDIS_GFP_HEADER_FIELD_8021P_PRIORITY                    ((ULONGLONG)32)
#define NDIS_GFP_HEADER_FIELD_SRC_IP_ADDR                       ((ULONGLONG)64)
#define NDIS_GFP_HEADER_FIELD_DEST_IP_ADDR                      ((ULONGLONG)128)
#define NDIS_GFP_HEADER_FIELD_TTL                               0x00000100ULL
#define NDIS_GFP_HEADER_FIELD_IP_PROTOCOL                       0x00000200ULL
#define NDIS_GFP_HEADER_FIELD_IP_DSCP                           0x00000400ULL
#define NDIS_GFP_HEADER_FIELD_TRANSPORT_SRC_PORT                0x00000800ULL
#define NDIS_GFP_HEADER_FIELD_TRANSPORT_DEST_PORT               0x00001000ULL
#define NDIS_GFP_HEADER_FIELD_TCP_FLAGS                         0x00002000ULL
#define NDIS_GFP_HEADER_FIELD_TENANT_ID                         0x00004000ULL
#define NDIS_GFP_HEADER_FIELD_ENTROPY                           0x00008000ULL
#define NDIS_GFP_HEADER_FIELD_ICMP_TYPE                         0x00010000ULL
#define NDIS_GFP_HEADER_FIELD_ICMP_CODE                         0x00020000ULL
#define NDIS_GFP_HEADER_FIELD_OOB_VLAN                          0x00040000ULL
#define NDIS_GFP_HEADER_FIELD_OOB_TENANT_ID                     0x00080000ULL
#define NDIS_GFP_HEADER_FIELD_GRE_PROTOCOL                      0x00100000ULL
#define NDIS_GFP_ENCAPSULATION_TYPE_NOT_ENCAPSULATED            1
#define NDIS_GFP_ENCAPSULATION_TYPE_IP_IN_IP                    2
#define NDIS_GFP_ENCAPSULATION_TYPE_IP_IN_GRE                   4
#define NDIS_GFP_ENCAPSULATION_TYPE_NVGRE                       8
#define NDIS_GFP_ENCAPSULATION_TYPE_VXLAN                       0x10
#define NDIS_GFP_UNDEFINED_PROFILE_ID                           0
#define NDIS_GFP_HEADER_GROUP_EXACT_MATCH_PROFILE_IS_TTL_ONE    1
#define NDIS_GFP_EXACT_MATCH_PROFILE_RDMA_FLOW                  1
#define NDIS_GFP_HEADER_GROUP_EXACT_MATCH_IS_TTL_ONE            1
#define NDIS_GFP_HEADER_GROUP_WILDCARD_MATCH_PROFILE_IS_TTL_ONE 1
#define NDIS_GFP_HEADER_GROUP_WILDCARD_MATCH_IS_TTL_ONE         1
#define NDIS_GFT_UNDEFINED_FLOW_ENTRY_ID                        0
#define NDIS_GFT_UNDEFINED_TABLE_ID                             0
#define NDIS_GFT_TABLE_INCLUDE_EXTERNAL_VPPORT                  1
#define NDIS_GFT_UNDEFINED_COUNTER_ID                           0
#define NDIS_GFT_MAX_COUNTER_OBJECTS_PER_FLOW_ENTRY             8
#define NDIS_GFT_COUNTER_PARAMETERS_CLIENT_SPECIFIED_ADDRESS    1
#define NDIS_GFT_COUNTER_VALUE_ARRAY_UPDATE_MEMORY_MAPPED_COUNTERS 1
#define NDIS_GFT_COUNTER_VALUE_ARRAY_GET_VALUES                 2
#define NDIS_GFT_HEADER_GROUP_TRANSPOSITION_PROFILE_DECREMENT_TTL_IF_NOT_ONE 1
#define NDIS_GFT_UNDEFINED_CUSTOM_ACTION                        0
#define NDIS_GFT_RESERVED_CUSTOM_ACTIONS                        0x00000100
#define NDIS_GFT_HTP_COPY_ALL_PACKETS                           0x10
#define NDIS_GFT_HTP_COPY_FIRST_PACKET                          0x20
#define NDIS_GFT_HTP_COPY_WHEN_TCP_FLAG_SET                     0x40
#define NDIS_GFT_HTP_CUSTOM_ACTION_PRESENT                      0x80
#define NDIS_GFT_HTP_META_ACTION_BEFORE_HEADER_TRANSPOSITION    0x00000100
#define NDIS_GFT_HEADER_GROUP_TRANSPOSITION_DECREMENT_TTL_IF_NOT_ONE 1
#define NDIS_GFT_CUSTOM_ACTION_LAST_ACTION                      1
#define NDIS_GFT_EMFE_ADD_IN_ACTIVATED_STATE                    1
#define NDIS_GFT_EMFE_MATCH_AND_ACTION_MUST_BE_SUPPORTED        2
#define NDIS_GFT_EMFE_RDMA_FLOW                                 4
#define NDIS_GFT_EMFE_COPY_ALL_PACKETS                          0x00010000
#define NDIS_GFT_EMFE_COPY_FIRST_PACKET                         0x00020000
#define NDIS_GFT_EMFE_COPY_WHEN_TCP_FLAG_SET                    0x00040000
#define NDIS_GFT_EMFE_CUSTOM_ACTION_PRESENT                     0x00080000
#define NDIS_GFT_EMFE_META_ACTION_BEFORE_HEADER_TRANSPOSITION   0x00100000
#define NDIS_GFT_EMFE_COPY_AFTER_TCP_FIN_FLAG_SET               0x00200000
#define NDIS_GFT_EMFE_COPY_AFTER_TCP_RST_FLAG_SET               0x00400000
#define NDIS_GFT_EMFE_COPY_CONDITION_CHANGED                    0x01000000
#define NDIS_GFT_EMFE_COUNTER_ALLOCATE                          1
#define NDIS_GFT_EMFE_COUNTER_MEMORY_MAPPED                     2
#define NDIS_GFT_EMFE_COUNTER_CLIENT_SPECIFIED_ADDRESS          4
#define NDIS_GFT_WCFE_ADD_IN_ACTIVATED_STATE                    1
#define NDIS_GFT_WCFE_COPY_ALL_PACKETS                          0x20
#define NDIS_GFT_WCFE_CUSTOM_ACTION_PRESENT                     0x40
#define NDIS_GFT_WCFE_COUNTER_ALLOCATE                          1
#define NDIS_GFT_WCFE_COUNTER_MEMORY_MAPPED                     2
#define NDIS_GFT_WCFE_COUNTER_CLIENT_SPECIFIED_ADDRESS          4
#define NDIS_GFT_DELETE_PROFILE_ALL_PROFILES                    1
#define NDIS_GFT_FLOW_ENTRY_INFO_ALL_FLOW_ENTRIES               1
#define NDIS_GFT_FLOW_ENTRY_ID_ALL_TABLE_FLOW_ENTRIES           2
#define NDIS_GFT_FLOW_ENTRY_ID_RANGE_DEFINED                    8
#define NDIS_GFT_FLOW_ENTRY_ID_ARRAY_DEFINED                    0x10
#define NDIS_GFT_FLOW_ENTRY_ID_ARRAY_COUNTER_VALUES             0x00010000
#define NDIS_GFT_OFFLOAD_PARAMETERS_ENABLE_OFFLOAD              1
#define NDIS_GFT_OFFLOAD_CAPS_ADD_FLOW_ENTRY_DEACTIVATED_PREFERRED 1
#define NDIS_GFT_OFFLOAD_CAPS_RATE_LIMITING_QUEUE_SUPPORTED     2
#define NDIS_GFT_OFFLOAD_CAPS_MEMORY_MAPPED_COUNTERS            1
#define NDIS_GFT_OFFLOAD_CAPS_MEMORY_MAPPED_PAKCET_AND_BYTE_COUNTERS 2
#define NDIS_GFT_OFFLOAD_CAPS_PER_FLOW_ENTRY_COUNTERS           4
#define NDIS_GFT_OFFLOAD_CAPS_PER_PACKET_COUNTER_UPDATE         8
#define NDIS_GFT_OFFLOAD_CAPS_CLIENT_SPECIFIED_MEMORY_MAPPED_COUNTERS 0x10
#define NDIS_GFT_OFFLOAD_CAPS_INGRESS_AGGREGATE_COUNTERS        0x20
#define NDIS_GFT_OFFLOAD_CAPS_EGRESS_AGGREGATE_COUNTERS         0x40
#define NDIS_GFT_OFFLOAD_CAPS_INGRESS_WILDCARD_MATCH            1
#define NDIS_GFT_OFFLOAD_CAPS_EGRESS_WILDCARD_MATCH             2
#define NDIS_GFT_OFFLOAD_CAPS_INGRESS_EXACT_MATCH               4
#define NDIS_GFT_OFFLOAD_CAPS_EGRESS_EXACT_MATCH                8
#define NDIS_GFT_OFFLOAD_CAPS_POP                               1
#define NDIS_GFT_OFFLOAD_CAPS_PUSH                              2
#define NDIS_GFT_OFFLOAD_CAPS_MODIFY                            4
#define NDIS_GFT_OFFLOAD_CAPS_IGNORE_ACTION_SUPPORTED           8
#define NDIS_GFT_OFFLOAD_CAPS_COPY_ALL                          0x00000100
#define NDIS_GFT_OFFLOAD_CAPS_COPY_FIRST                        0x00000200
#define NDIS_GFT_OFFLOAD_CAPS_COPY_WHEN_TCP_FLAG_SET            0x00000400
#define NDIS_GFT_OFFLOAD_CAPS_SAMPLE                            0x00000800
#define NDIS_GFT_OFFLOAD_CAPS_META_ACTION_BEFORE_HEADER_TRANSPOSITION 0x00001000
#define NDIS_GFT_OFFLOAD_CAPS_META_ACTION_AFTER_HEADER_TRANSPOSITION 0x00002000
#define NDIS_GFT_OFFLOAD_CAPS_DSCP_MASK                         0x00010000
#define NDIS_GFT_OFFLOAD_CAPS_8021P_PRIORITY_MASK               0x00020000
#define NDIS_GFT_OFFLOAD_CAPS_ALLOW                             0x00040000
#define NDIS_GFT_OFFLOAD_CAPS_DROP                              0x00080000
#define NDIS_QOS_OFFLOAD_CAPS_GFT_SQ                            2
#endif

#if NDIS_SUPPORT_NDIS650
typedef ULONG NDIS_GFP_PROFILE_ID;
typedef ULONG NDIS_GFT_CUSTOM_ACTION_TYPE;
typedef ULONG_PTR NDIS_GFT_FLOW_ENTRY_ID;
typedef ULONG NDIS_GFT_TABLE_ID;

#define NDIS_GFP_HEADER_GROUP_EXACT_MATCH_PROFILE_REVISION_1    1
typedef struct _NDIS_GFP_HEADER_GROUP_EXACT_MATCH_PROFILE {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG HeadersPresent;
    ULONG64 MatchFields;
} NDIS_GFP_HEADER_GROUP_EXACT_MATCH_PROFILE, *PNDIS_GFP_HEADER_GROUP_EXACT_MATCH_PROFILE;
#define NDIS_SIZEOF_GFP_HEADER_GROUP_EXACT_MATCH_PROFILE_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_GFP_HEADER_GROUP_EXACT_MATCH_PROFILE, MatchFields)

typedef enum _NDIS_GFP_TABLE_TYPE {
    NdisGfpTableTypeUndefined,
    NdisGfpTableTypeWildcardIngress,
    NdisGfpTableTypeWildcardEgress,
    NdisGfpTableTypeExactMatchIngress,
    NdisGfpTableTypeExactMatchEgress,
    NdisGfpTableTypePacketDirect,
    NdisGfpTableTypeMax,
} NDIS_GFP_TABLE_TYPE, *PNDIS_GFP_TABLE_TYPE;

#define NDIS_GFP_EXACT_MATCH_PROFILE_REVISION_1                 1
typedef struct DECLSPEC_ALIGN(8) _NDIS_GFP_EXACT_MATCH_PROFILE {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_GFP_TABLE_TYPE TableType;
    NDIS_GFP_PROFILE_ID ProfileId;
    ULONG NumSupportedEntries;
    ULONG HeaderGroupExactMatchProfileArrayOffset;
    ULONG HeaderGroupExactMatchProfileArrayNumElements;
    ULONG HeaderGroupExactMatchProfileArrayElementSize;
} NDIS_GFP_EXACT_MATCH_PROFILE, *PNDIS_GFP_EXACT_MATCH_PROFILE;
#define NDIS_SIZEOF_GFP_EXACT_MATCH_PROFILE_REVISION_1          RTL_SIZEOF_THROUGH_FIELD(NDIS_GFP_EXACT_MATCH_PROFILE, HeaderGroupExactMatchProfileArrayElementSize)

typedef struct _NDIS_GFP_ETHERNET_HEADER_FIELDS {
    UINT8 DestinationMacAddress[6];
    UINT8 SourceMacAddress[6];
    UINT16 EthType;
    UINT16 CustomerVlanId;
    UINT16 ProviderVlanId;
    UINT8 Priority;
} NDIS_GFP_ETHERNET_HEADER_FIELDS, *PNDIS_GFP_ETHERNET_HEADER_FIELDS;

#define NDIS_GFP_HEADER_GROUP_EXACT_MATCH_REVISION_1            1
typedef struct _NDIS_GFP_HEADER_GROUP_EXACT_MATCH {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG HeadersPresent;
    ULONG64 MatchFields;
    NDIS_GFP_ETHERNET_HEADER_FIELDS EthernetFields;
    union {
        struct {
            IN_ADDR SourceIPAddress;
            IN_ADDR DestinationIPAddress;
        } IPv4Address;
        struct {
            IN6_ADDR SourceIPAddress;
            IN6_ADDR DestinationIPAddress;
        } IPv6Address;
    } IPAddress;
    UINT8 Dscp;
    UINT8 IPProtocol;
    union {
        struct {
            USHORT SourcePort;
            USHORT DestinationPort;
        } Udp;
        struct {
            USHORT SourcePort;
            USHORT DestinationPort;
            UINT8 TcpFlags;
        } Tcp;
        struct {
            UINT8 Type;
            UINT8 Code;
        } Icmp;
        struct {
            ULONG TenantId;
            USHORT GreProtocol;
        } Encapsulation;
    } TransportOrEncapsulation;
} NDIS_GFP_HEADER_GROUP_EXACT_MATCH, *PNDIS_GFP_HEADER_GROUP_EXACT_MATCH;
#define NDIS_SIZEOF_GFP_HEADER_GROUP_EXACT_MATCH_REVISION_1     RTL_SIZEOF_THROUGH_FIELD(NDIS_GFP_HEADER_GROUP_EXACT_MATCH, TransportOrEncapsulation)

typedef enum _NDIS_GFP_WILDCARD_MATCH_TYPE {
    NdisGfpWildcardMatchTypeUndefined,
    NdisGfpWildcardMatchTypeEqual,
    NdisGfpWildcardMatchTypeMaskEqual,
    NdisGfpWildcardMatchTypeInRange,
    NdisGfpWildcardMatchTypeMax,
} NDIS_GFP_WILDCARD_MATCH_TYPE, *PNDIS_GFP_WILDCARD_MATCH_TYPE;

#define NDIS_GFP_HEADER_GROUP_WILDCARD_MATCH_PROFILE_REVISION_1 1
typedef struct _NDIS_GFP_HEADER_GROUP_WILDCARD_MATCH_PROFILE {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG HeadersPresent;
    ULONG64 MatchFields;
    NDIS_GFP_WILDCARD_MATCH_TYPE SourceIPv4AddressMatchType;
    NDIS_GFP_WILDCARD_MATCH_TYPE DestinationIPv4AddressMatchType;
    NDIS_GFP_WILDCARD_MATCH_TYPE SourceIPv6AddressMatchType;
    NDIS_GFP_WILDCARD_MATCH_TYPE DestinationIPv6AddressMatchType;
    NDIS_GFP_WILDCARD_MATCH_TYPE SourcePortMatchType;
    NDIS_GFP_WILDCARD_MATCH_TYPE DestinationPortMatchType;
    UINT8 TcpFlags;
} NDIS_GFP_HEADER_GROUP_WILDCARD_MATCH_PROFILE, *PNDIS_GFP_HEADER_GROUP_WILDCARD_MATCH_PROFILE;
#define NDIS_SIZEOF_GFP_HEADER_GROUP_WILDCARD_MATCH_PROFILE_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_GFP_HEADER_GROUP_WILDCARD_MATCH_PROFILE, TcpFlags)

#define NDIS_GFP_WILDCARD_MATCH_PROFILE_REVISION_1              1
typedef struct DECLSPEC_ALIGN(8) _NDIS_GFP_WILDCARD_MATCH_PROFILE {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_GFP_TABLE_TYPE TableType;
    NDIS_GFP_PROFILE_ID ProfileId;
    ULONG NumSupportedEntries;
    ULONG HeaderGroupWildcardMatchProfileArrayOffset;
    ULONG HeaderGroupWildcardMatchProfileArrayNumElements;
    ULONG HeaderGroupWildcardMatchProfileArrayElementSize;
} NDIS_GFP_WILDCARD_MATCH_PROFILE, *PNDIS_GFP_WILDCARD_MATCH_PROFILE;
#define NDIS_SIZEOF_GFP_WILDCARD_MATCH_PROFILE_REVISION_1       RTL_SIZEOF_THROUGH_FIELD(NDIS_GFP_WILDCARD_MATCH_PROFILE, HeaderGroupWildcardMatchProfileArrayElementSize)

typedef struct _NDIS_GFP_IPV4_ADDRESS_WILDCARD_MATCH {
    NDIS_GFP_WILDCARD_MATCH_TYPE MatchType;
    IN_ADDR IPAddress;
    union {
        ULONG PrefixLength;
        ULONG RangeSize;
    } MatchValue;
} NDIS_GFP_IPV4_ADDRESS_WILDCARD_MATCH, *PNDIS_GFP_IPV4_ADDRESS_WILDCARD_MATCH;

typedef struct _NDIS_GFP_IPV4_SRC_AND_DEST_ADDRESS_WILDCARD_MATCH {
    NDIS_GFP_IPV4_ADDRESS_WILDCARD_MATCH SourceIPv4Address;
    NDIS_GFP_IPV4_ADDRESS_WILDCARD_MATCH DestinationIPv4Address;
} NDIS_GFP_IPV4_SRC_AND_DEST_ADDRESS_WILDCARD_MATCH, *PNDIS_GFP_IPV4_SRC_AND_DEST_ADDRESS_WILDCARD_MATCH;

typedef struct _NDIS_GFP_IPV6_ADDRESS_WILDCARD_MATCH {
    NDIS_GFP_WILDCARD_MATCH_TYPE MatchType;
    IN6_ADDR IPAddress;
    union {
        ULONG PrefixLength;
        ULONG RangeSize;
    } MatchValue;
} NDIS_GFP_IPV6_ADDRESS_WILDCARD_MATCH, *PNDIS_GFP_IPV6_ADDRESS_WILDCARD_MATCH;

typedef struct _NDIS_GFP_IPV6_SRC_AND_DEST_ADDRESS_WILDCARD_MATCH {
    NDIS_GFP_IPV6_ADDRESS_WILDCARD_MATCH SourceIPv6Address;
    NDIS_GFP_IPV6_ADDRESS_WILDCARD_MATCH DestinationIPv6Address;
} NDIS_GFP_IPV6_SRC_AND_DEST_ADDRESS_WILDCARD_MATCH, *PNDIS_GFP_IPV6_SRC_AND_DEST_ADDRESS_WILDCARD_MATCH;

typedef union _NDIS_GFP_IP_SRC_AND_DEST_ADDRESS_WILDCARD_MATCH {
    NDIS_GFP_IPV4_SRC_AND_DEST_ADDRESS_WILDCARD_MATCH IPv4SrcAndDestAddress;
    NDIS_GFP_IPV6_SRC_AND_DEST_ADDRESS_WILDCARD_MATCH IPv6SrcAndDestAddress;
} NDIS_GFP_IP_SRC_AND_DEST_ADDRESS_WILDCARD_MATCH, *PNDIS_GFP_IP_SRC_AND_DEST_ADDRESS_WILDCARD_MATCH;

typedef struct _NDIS_GFP_TRANSPORT_PORT_WILDCARD_MATCH {
    NDIS_GFP_WILDCARD_MATCH_TYPE MatchType;
    USHORT Port;
    USHORT Range;
} NDIS_GFP_TRANSPORT_PORT_WILDCARD_MATCH, *PNDIS_GFP_TRANSPORT_PORT_WILDCARD_MATCH;

typedef struct _NDIS_GFP_TRANSPORT_SRC_AND_DEST_PORT_WILDCARD_MATCH {
    NDIS_GFP_TRANSPORT_PORT_WILDCARD_MATCH SourcePort;
    NDIS_GFP_TRANSPORT_PORT_WILDCARD_MATCH DestinationPort;
} NDIS_GFP_TRANSPORT_SRC_AND_DEST_PORT_WILDCARD_MATCH, *PNDIS_GFP_TRANSPORT_SRC_AND_DEST_PORT_WILDCARD_MATCH;

#define NDIS_GFP_HEADER_GROUP_WILDCARD_MATCH_REVISION_1         1
typedef struct _NDIS_GFP_HEADER_GROUP_WILDCARD_MATCH {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_GFP_PROFILE_ID ProfileId;
    ULONG HeadersPresent;
    ULONG64 MatchFields;
    NDIS_GFP_ETHERNET_HEADER_FIELDS EthernetFields;
    NDIS_GFP_IP_SRC_AND_DEST_ADDRESS_WILDCARD_MATCH IPSrcAndDestAddress;
    UINT8 Dscp;
    UINT8 IPProtocol;
    union {
        struct {
            NDIS_GFP_TRANSPORT_SRC_AND_DEST_PORT_WILDCARD_MATCH UdpSrcAndDestPort;
        } UdpHeader;
        struct {
            NDIS_GFP_TRANSPORT_SRC_AND_DEST_PORT_WILDCARD_MATCH TcpSrcAndDestPort;
            UINT8 TcpFlags;
        } TcpHeader;
        struct {
            UINT8 Type;
            UINT8 Code;
        } IcmpHeader;
        struct {
            ULONG TenantId;
            USHORT GreProtocol;
        } Encapsulation;
    } TransportOrEncapsulation;
} NDIS_GFP_HEADER_GROUP_WILDCARD_MATCH, *PNDIS_GFP_HEADER_GROUP_WILDCARD_MATCH;
#define NDIS_SIZEOF_GFP_HEADER_GROUP_WILDCARD_MATCH_REVISION_1  RTL_SIZEOF_THROUGH_FIELD(NDIS_GFP_HEADER_GROUP_WILDCARD_MATCH, TransportOrEncapsulation)

#define NDIS_GFT_TABLE_PARAMETERS_REVISION_1                    1
typedef struct _NDIS_GFT_TABLE_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_GFT_TABLE_ID TableId;
    NDIS_GFP_TABLE_TYPE TableType;
    NDIS_GFT_TABLE_ID NextTableId;
} NDIS_GFT_TABLE_PARAMETERS, *PNDIS_GFT_TABLE_PARAMETERS;
#define NDIS_SIZEOF_GFT_TABLE_PARAMETERS_REVISION_1             RTL_SIZEOF_THROUGH_FIELD(NDIS_GFT_TABLE_PARAMETERS, NextTableId)

#define NDIS_GFT_TABLE_INFO_REVISION_1                          1
typedef struct _NDIS_GFT_TABLE_INFO {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_GFT_TABLE_ID TableId;
    NDIS_GFP_TABLE_TYPE TableType;
    NDIS_GFT_TABLE_ID NextTableId;
    ULONG NumFlowEntries;
} NDIS_GFT_TABLE_INFO, *PNDIS_GFT_TABLE_INFO;
#define NDIS_SIZEOF_GFT_TABLE_INFO_REVISION_1                   RTL_SIZEOF_THROUGH_FIELD(NDIS_GFT_TABLE_INFO, NumFlowEntries)

#define NDIS_GFT_TABLE_INFO_ARRAY_REVISION_1                    1
typedef struct _NDIS_GFT_TABLE_INFO_ARRAY {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG TableArrayOffset;
    ULONG TableArrayNumElements;
    ULONG TableArrayElementSize;
} NDIS_GFT_TABLE_INFO_ARRAY, *PNDIS_GFT_TABLE_INFO_ARRAY;
#define NDIS_SIZEOF_GFT_TABLE_INFO_ARRAY_REVISION_1             RTL_SIZEOF_THROUGH_FIELD(NDIS_GFT_TABLE_INFO_ARRAY, TableArrayElementSize)

#define NDIS_GFT_DELETE_TABLE_PARAMETERS_REVISION_1             1
typedef struct _NDIS_GFT_DELETE_TABLE_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_GFT_TABLE_ID TableId;
} NDIS_GFT_DELETE_TABLE_PARAMETERS, *PNDIS_GFT_DELETE_TABLE_PARAMETERS;
#define NDIS_SIZEOF_GFT_DELETE_TABLE_PARAMETERS_REVISION_1      RTL_SIZEOF_THROUGH_FIELD(NDIS_GFT_DELETE_TABLE_PARAMETERS, TableId)

typedef volatile struct _NDIS_GFT_PACKET_COUNTER_VALUE {
    ULONG64 Packets;
    LARGE_INTEGER LastUpdate;
} NDIS_GFT_PACKET_COUNTER_VALUE;

typedef volatile struct _NDIS_GFT_BYTE_COUNTER_VALUE {
    ULONG64 Bytes;
    LARGE_INTEGER LastUpdate;
} NDIS_GFT_BYTE_COUNTER_VALUE;

typedef volatile struct _NDIS_GFT_PACKET_AND_BYTE_COUNTER_VALUE {
    ULONG64 Packets;
    ULONG64 Bytes;
    LARGE_INTEGER LastUpdate;
} NDIS_GFT_PACKET_AND_BYTE_COUNTER_VALUE;

typedef enum _NDIS_GFT_COUNTER_UPDATE_FREQUENCY {
    NdisGftCounterUpdateFrequencyUndefined,
    NdisGftCounterUpdateFrequencyOnQuery,
    NdisGftCounterUpdateFrequencyPerUpdatePeriod,
    NdisGftCounterUpdateFrequencyPerPacket,
    NdisGftCounterUpdateFrequencyMax,
} NDIS_GFT_COUNTER_UPDATE_FREQUENCY, *PNDIS_GFT_COUNTER_UPDATE_FREQUENCY;

typedef enum _NDIS_GFT_COUNTER_TYPE {
    NdisGftCounterTypeUndefined,
    NdisGftCounterTypePacketCounter,
    NdisGftCounterTypeByteCounter,
    NdisGftCounterTypePacketAndByteCounter,
    NdisGftCounterTypeMax,
} NDIS_GFT_COUNTER_TYPE, *PNDIS_GFT_COUNTER_TYPE;

typedef volatile struct _NDIS_GFT_PACKET_COUNTER_VALUE *PNDIS_GFT_PACKET_COUNTER_VALUE;
typedef volatile struct _NDIS_GFT_BYTE_COUNTER_VALUE *PNDIS_GFT_BYTE_COUNTER_VALUE;
typedef volatile struct _NDIS_GFT_PACKET_AND_BYTE_COUNTER_VALUE *PNDIS_GFT_PACKET_AND_BYTE_COUNTER_VALUE;

#define NDIS_GFT_COUNTER_PARAMETERS_REVISION_1                  1
typedef struct _NDIS_GFT_COUNTER_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_GFT_TABLE_ID TableId;
    NDIS_GFT_COUNTER_UPDATE_FREQUENCY CounterUpdateFrequency;
    NDIS_GFT_COUNTER_TYPE CounterType;
    NDIS_GFT_COUNTER_ID CounterIdStart;
    ULONG NumCounters;
    ULONG UpdatePeriod;
    union {
        PNDIS_GFT_PACKET_COUNTER_VALUE PacketCounters;
        PNDIS_GFT_BYTE_COUNTER_VALUE ByteCounters;
        PNDIS_GFT_PACKET_AND_BYTE_COUNTER_VALUE PacketAndByteCounters;
    } CounterValuesBufferStart;
} NDIS_GFT_COUNTER_PARAMETERS, *PNDIS_GFT_COUNTER_PARAMETERS;
#define NDIS_SIZEOF_GFT_COUNTER_PARAMETERS_REVISION_1           RTL_SIZEOF_THROUGH_FIELD(NDIS_GFT_COUNTER_PARAMETERS, CounterValuesBufferStart)

#define NDIS_GFT_FREE_COUNTER_PARAMETERS_REVISION_1             1
typedef struct _NDIS_GFT_FREE_COUNTER_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_GFT_TABLE_ID TableId;
    NDIS_GFT_COUNTER_ID CounterIdStart;
    ULONG NumCounters;
    ULONG LastCounterValueArrayOffset;
    ULONG LastCounterValueArrayNumElements;
    ULONG LastCounterValueArrayElementSize;
} NDIS_GFT_FREE_COUNTER_PARAMETERS, *PNDIS_GFT_FREE_COUNTER_PARAMETERS;
#define NDIS_SIZEOF_GFT_FREE_COUNTER_PARAMETERS_REVISION_1      RTL_SIZEOF_THROUGH_FIELD(NDIS_GFT_FREE_COUNTER_PARAMETERS, LastCounterValueArrayElementSize)

#define NDIS_GFT_COUNTER_INFO_REVISION_1                        1
typedef struct _NDIS_GFT_COUNTER_INFO {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_GFT_COUNTER_ID CounterIdStart;
    ULONG NumCounters;
    NDIS_GFT_COUNTER_UPDATE_FREQUENCY CounterUpdateFrequency;
    NDIS_GFT_COUNTER_TYPE CounterType;
    ULONG UpdatePeriod;
} NDIS_GFT_COUNTER_INFO, *PNDIS_GFT_COUNTER_INFO;
#define NDIS_SIZEOF_GFT_COUNTER_INFO_REVISION_1                 RTL_SIZEOF_THROUGH_FIELD(NDIS_GFT_COUNTER_INFO, UpdatePeriod)

#define NDIS_GFT_COUNTER_INFO_ARRAY_REVISION_1                  1
typedef struct _NDIS_GFT_COUNTER_INFO_ARRAY {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_GFT_TABLE_ID TableId;
    ULONG CounterInfoArrayOffset;
    ULONG CounterInfoArrayNumElements;
    ULONG CounterInfoArrayElementSize;
} NDIS_GFT_COUNTER_INFO_ARRAY, *PNDIS_GFT_COUNTER_INFO_ARRAY;
#define NDIS_SIZEOF_GFT_COUNTER_INFO_ARRAY_REVISION_1           RTL_SIZEOF_THROUGH_FIELD(NDIS_GFT_COUNTER_INFO_ARRAY, CounterInfoArrayElementSize)

typedef struct _NDIS_GFT_COUNTER_VALUE {
    NDIS_GFT_COUNTER_TYPE CounterType;
    union {
        NDIS_GFT_PACKET_COUNTER_VALUE Packets;
        NDIS_GFT_BYTE_COUNTER_VALUE Bytes;
        NDIS_GFT_PACKET_AND_BYTE_COUNTER_VALUE PacketsAndBytes;
    } CounterValue;
} NDIS_GFT_COUNTER_VALUE, *PNDIS_GFT_COUNTER_VALUE;

#define NDIS_GFT_COUNTER_VALUE_ARRAY_REVISION_1                 1
typedef struct _NDIS_GFT_COUNTER_VALUE_ARRAY {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_GFT_TABLE_ID TableId;
    union {
        NDIS_GFT_FLOW_ENTRY_ID FlowEntryId;
        NDIS_GFT_COUNTER_ID CounterId;
    } StartId;
    ULONG NumCounters;
    ULONG CounterValueArrayOffset;
    ULONG CounterValueArrayNumElements;
    ULONG CounterValueArrayElementSize;
} NDIS_GFT_COUNTER_VALUE_ARRAY, *PNDIS_GFT_COUNTER_VALUE_ARRAY;
#define NDIS_SIZEOF_GFT_COUNTER_VALUE_ARRAY_REVISION_1          RTL_SIZEOF_THROUGH_FIELD(NDIS_GFT_COUNTER_VALUE_ARRAY, CounterValueArrayElementSize)

#define NDIS_GFT_STATISTICS_REVISION_1                          1
typedef struct _NDIS_GFT_STATISTICS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_GFT_TABLE_ID TableId;
    NDIS_NIC_SWITCH_VPORT_ID VPortId;
    NDIS_GFT_FLOW_ENTRY_ID ProviderFlowEntryId;
    ULONG64 Packets;
    ULONG64 Bytes;
    ULONG64 L1CacheHits;
    ULONG64 L2CacheHits;
    ULONG64 L3CacheHits;
    ULONG64 L1CacheMisses;
    ULONG64 L2CacheMisses;
    ULONG64 L3CacheMisses;
} NDIS_GFT_STATISTICS, *PNDIS_GFT_STATISTICS;
#define NDIS_SIZEOF_GFT_STATISTICS_REVISION_1                   RTL_SIZEOF_THROUGH_FIELD(NDIS_GFT_STATISTICS, L3CacheMisses)

typedef enum _NDIS_GFT_HEADER_GROUP_TRANSPOSITION_ACTION {
    NdisGftHeaderGroupTranspositionActionUndefined,
    NdisGftHeaderGroupTranspositionActionModify,
    NdisGftHeaderGroupTranspositionActionIgnore,
    NdisGftHeaderGroupTranspositionActionPush,
    NdisGftHeaderGroupTranspositionActionPop,
    NdisGftHeaderGroupTranspositionActionMax,
} NDIS_GFT_HEADER_GROUP_TRANSPOSITION_ACTION, *PNDIS_GFT_HEADER_GROUP_TRANSPOSITION_ACTION;

#define NDIS_GFT_HEADER_GROUP_TRANSPOSITION_PROFILE_REVISION_1  1
typedef struct _NDIS_GFT_HEADER_GROUP_TRANSPOSITION_PROFILE {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_GFT_HEADER_GROUP_TRANSPOSITION_ACTION Action;
    ULONG HeadersPresent;
    ULONG HeaderFields;
} NDIS_GFT_HEADER_GROUP_TRANSPOSITION_PROFILE, *PNDIS_GFT_HEADER_GROUP_TRANSPOSITION_PROFILE;
#define NDIS_SIZEOF_GFT_HEADER_GROUP_TRANSPOSITION_PROFILE_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_GFT_HEADER_GROUP_TRANSPOSITION_PROFILE, HeaderFields)

#define NDIS_GFT_CUSTOM_ACTION_PROFILE_REVISION_1               1
typedef struct _NDIS_GFT_CUSTOM_ACTION_PROFILE {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_GFP_TABLE_TYPE TableType;
    NDIS_GFP_PROFILE_ID ProfileId;
    NDIS_GFT_CUSTOM_ACTION_TYPE Type;
    ULONG Length;
    union {
        ULONG_PTR Alignment;
        UCHAR ActionProfileData[1];
    };
} NDIS_GFT_CUSTOM_ACTION_PROFILE, *PNDIS_GFT_CUSTOM_ACTION_PROFILE;
#define NDIS_SIZEOF_NDIS_GFT_CUSTOM_ACTION_PROFILE_REVISION_1   RTL_SIZEOF_THROUGH_FIELD(NDIS_GFT_CUSTOM_ACTION_PROFILE, Alignment)

#define NDIS_GFT_HEADER_TRANSPOSITION_PROFILE_REVISION_1        1
typedef struct _NDIS_GFT_HEADER_TRANSPOSITION_PROFILE {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_GFP_TABLE_TYPE TableType;
    NDIS_GFP_PROFILE_ID ProfileId;
    ULONG HeaderGroupTranspositionProfileArrayOffset;
    ULONG HeaderGroupTranspositionProfileArrayNumElements;
    ULONG HeaderGroupTranspositionProfileArrayElementSize;
    ULONG CustomActionProfileOffset;
} NDIS_GFT_HEADER_TRANSPOSITION_PROFILE, *PNDIS_GFT_HEADER_TRANSPOSITION_PROFILE;
#define NDIS_SIZEOF_GFT_HEADER_TRANSPOSITION_PROFILE_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_GFT_HEADER_TRANSPOSITION_PROFILE, CustomActionProfileOffset)

#define NDIS_GFT_HEADER_GROUP_TRANSPOSITION_REVISION_1          1
typedef struct _NDIS_GFT_HEADER_GROUP_TRANSPOSITION {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_GFT_HEADER_GROUP_TRANSPOSITION_ACTION Action;
    ULONG HeadersPresent;
    ULONG64 HeaderFields;
    NDIS_GFP_ETHERNET_HEADER_FIELDS EthernetFields;
    union {
        struct {
            IN_ADDR SourceIPAddress;
            IN_ADDR DestinationIPAddress;
        } IPv4Address;
        struct {
            IN6_ADDR SourceIPAddress;
            IN6_ADDR DestinationIPAddress;
        } IPv6Address;
    } IPAddress;
    UINT8 Ttl;
    UINT8 Dscp;
    UINT8 IPProtocol;
    union {
        struct {
            USHORT SourcePort;
            USHORT DestinationPort;
        } Udp;
        struct {
            USHORT SourcePort;
            USHORT DestinationPort;
        } Tcp;
        struct {
            ULONG TenantId;
            USHORT GreProtocol;
            USHORT Entropy;
        } Encapsulation;
    } TransportOrEncapsulation;
} NDIS_GFT_HEADER_GROUP_TRANSPOSITION, *PNDIS_GFT_HEADER_GROUP_TRANSPOSITION;
#define NDIS_SIZEOF_GFT_HEADER_GROUP_TRANSPOSITION_REVISION_1   RTL_SIZEOF_THROUGH_FIELD(NDIS_GFT_HEADER_GROUP_TRANSPOSITION, TransportOrEncapsulation)

#define NDIS_GFT_CUSTOM_ACTION_REVISION_1                       1
typedef struct _NDIS_GFT_CUSTOM_ACTION {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_GFP_PROFILE_ID ProfileId;
    NDIS_GFT_CUSTOM_ACTION_TYPE Type;
    ULONG Length;
    union {
        ULONG_PTR Alignment;
        UCHAR ActionData[1];
    };
} NDIS_GFT_CUSTOM_ACTION, *PNDIS_GFT_CUSTOM_ACTION;
#define NDIS_SIZEOF_NDIS_GFT_CUSTOM_ACTION_REVISION_1           RTL_SIZEOF_THROUGH_FIELD(NDIS_GFT_CUSTOM_ACTION, Alignment)

typedef enum _NDIS_GFT_FLOW_ENTRY_CACHE_HINT {
    NdisGftFlowEntryCacheHintUndefined,
    NdisGftFlowEntryCacheHintLowFrequency = 100,
    NdisGftFlowEntryCacheHintMediumFrequency = 200,
    NdisGftFlowEntryCacheHintHighFrequency = 300,
    NdisGftFlowEntryCacheHintMax = 1000,
} NDIS_GFT_FLOW_ENTRY_CACHE_HINT, *PNDIS_GFT_FLOW_ENTRY_CACHE_HINT;

typedef enum _NDIS_GFT_FLOW_ENTRY_STATE {
    NdisGftFlowEntryStateUndefined,
    NdisGftFlowEntryStateDeactivated,
    NdisGftFlowEntryStateActivated,
    NdisGftFlowEntryStateMax,
} NDIS_GFT_FLOW_ENTRY_STATE, *PNDIS_GFT_FLOW_ENTRY_STATE;

#define NDIS_GFT_EXACT_MATCH_FLOW_ENTRY_REVISION_1              1
typedef struct _NDIS_GFT_EXACT_MATCH_FLOW_ENTRY {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_GFT_TABLE_ID TableId;
    NDIS_NIC_SWITCH_VPORT_ID VPortId;
    NDIS_GFP_PROFILE_ID MatchProfileId;
    NDIS_STATUS MatchRequestStatus;
    NDIS_STATUS ActionRequestStatus;
    ULONG CounterFlags;
    NDIS_GFT_COUNTER_UPDATE_FREQUENCY CounterUpdateFrequency;
    NDIS_GFT_COUNTER_TYPE CounterType;
    ULONG UpdatePeriod;
    union {
        PNDIS_GFT_PACKET_COUNTER_VALUE PacketCounterAddress;
        PNDIS_GFT_BYTE_COUNTER_VALUE ByteCounterAddress;
        PNDIS_GFT_PACKET_AND_BYTE_COUNTER_VALUE PacketAndByteCounterAddress;
    } CounterValueBuffer;
    NDIS_GFP_PROFILE_ID HeaderTranspositionProfileId;
    NDIS_NIC_SWITCH_VPORT_ID RedirectionVPortId;
    NDIS_NIC_SWITCH_VPORT_ID TtlIsOneRedirectionVPortId;
    ULONG NumCounterObjects;
    NDIS_GFT_COUNTER_ID CounterIdArray[8];
    NDIS_GFT_FLOW_ENTRY_CACHE_HINT CacheHint;
    NDIS_GFT_FLOW_ENTRY_ID ClientFlowEntryId;
    NDIS_GFT_FLOW_ENTRY_ID ProviderFlowEntryId;
    NDIS_GFT_FLOW_ENTRY_STATE FlowEntryState;
    ULONG HeaderGroupExactMatchArrayOffset;
    ULONG HeaderGroupExactMatchArrayNumElements;
    ULONG HeaderGroupExactMatchArrayElementSize;
    ULONG HeaderGroupTranspositionArrayOffset;
    ULONG HeaderGroupTranspositionArrayNumElements;
    ULONG HeaderGroupTranspositionArrayElementSize;
    ULONG CustomActionOffset;
} NDIS_GFT_EXACT_MATCH_FLOW_ENTRY, *PNDIS_GFT_EXACT_MATCH_FLOW_ENTRY;
#define NDIS_SIZEOF_GFT_EXACT_MATCH_FLOW_ENTRY_REVISION_1       RTL_SIZEOF_THROUGH_FIELD(NDIS_GFT_EXACT_MATCH_FLOW_ENTRY, CustomActionOffset)

typedef enum _NDIS_GFT_WILDCARD_ACTION {
    NdisGftWildcardActionUndefined,
    NdisGftWildcardActionAllow,
    NdisGftWildcardActionDrop,
    NdisGftWildcardActionMax,
} NDIS_GFT_WILDCARD_ACTION, *PNDIS_GFT_WILDCARD_ACTION;

#define NDIS_GFT_WILDCARD_MATCH_FLOW_ENTRY_REVISION_1           1
typedef struct _NDIS_GFT_WILDCARD_MATCH_FLOW_ENTRY {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_GFT_TABLE_ID TableId;
    NDIS_NIC_SWITCH_VPORT_ID VPortId;
    NDIS_GFP_PROFILE_ID MatchProfileId;
    NDIS_STATUS MatchRequestStatus;
    NDIS_STATUS ActionRequestStatus;
    ULONG CounterFlags;
    NDIS_GFT_COUNTER_UPDATE_FREQUENCY CounterUpdateFrequency;
    NDIS_GFT_COUNTER_TYPE CounterType;
    ULONG UpdatePeriod;
    union {
        PNDIS_GFT_PACKET_COUNTER_VALUE PacketCounterAddress;
        PNDIS_GFT_BYTE_COUNTER_VALUE ByteCounterAddress;
        PNDIS_GFT_PACKET_AND_BYTE_COUNTER_VALUE PacketAndByteCounterAddress;
    } CounterValueBuffer;
    ULONG Priority;
    NDIS_GFT_WILDCARD_ACTION Action;
    NDIS_NIC_SWITCH_VPORT_ID RedirectionVPortId;
    NDIS_NIC_SWITCH_VPORT_ID TtlIsOneRedirectionVPortId;
    ULONG NumCounterObjects;
    NDIS_GFT_COUNTER_ID CounterIdArray[8];
    NDIS_GFT_FLOW_ENTRY_CACHE_HINT CacheHint;
    NDIS_GFT_FLOW_ENTRY_ID ClientFlowEntryId;
    NDIS_GFT_FLOW_ENTRY_ID ProviderFlowEntryId;
    NDIS_GFT_FLOW_ENTRY_STATE FlowState;
    ULONG HeaderGroupWildcardMatchArrayOffset;
    ULONG HeaderGroupWildcardMatchArrayNumElements;
    ULONG HeaderGroupWildcardMatchArrayElementSize;
    ULONG CustomActionOffset;
} NDIS_GFT_WILDCARD_MATCH_FLOW_ENTRY, *PNDIS_GFT_WILDCARD_MATCH_FLOW_ENTRY;
#define NDIS_SIZEOF_GFT_WILDCARD_MATCH_FLOW_ENTRY_REVISION_1    RTL_SIZEOF_THROUGH_FIELD(NDIS_GFT_WILDCARD_MATCH_FLOW_ENTRY, CustomActionOffset)

typedef enum _NDIS_GFT_PROFILE_TYPE {
    NdisGftProfileTypeUndefined,
    NdisGftProfileTypeExactMatch,
    NdisGftProfileTypeHeaderTransposition,
    NdisGftProfileTypeWildcardMatch,
    NdisGftProfileTypeMax,
} NDIS_GFT_PROFILE_TYPE, *PNDIS_GFT_PROFILE_TYPE;

#define NDIS_GFT_PROFILE_INFO_REVISION_1                        1
typedef struct _NDIS_GFT_PROFILE_INFO {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_GFT_PROFILE_TYPE ProfileType;
    NDIS_GFP_TABLE_TYPE TableType;
    NDIS_GFP_PROFILE_ID ProfileId;
    ULONG NumSupportedFlowEntries;
    ULONG NumCurrentFlowEntries;
    ULONG HeaderGroupArrayOffset;
    ULONG HeaderGroupArrayNumElements;
    ULONG HeaderGroupArrayElementSize;
} NDIS_GFT_PROFILE_INFO, *PNDIS_GFT_PROFILE_INFO;
#define NDIS_SIZEOF_GFT_PROFILE_INFO_REVISION_1                 RTL_SIZEOF_THROUGH_FIELD(NDIS_GFT_PROFILE_INFO, HeaderGroupArrayElementSize)

#define NDIS_GFT_PROFILE_INFO_ARRAY_REVISION_1                  1
typedef struct _NDIS_GFT_PROFILE_INFO_ARRAY {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG ProfileInfoArrayOffset;
    ULONG ProfileInfoArrayNumElements;
    ULONG ProfileInfoArrayElementSize;
} NDIS_GFT_PROFILE_INFO_ARRAY, *PNDIS_GFT_PROFILE_INFO_ARRAY;

#define NDIS_GFT_DELETE_PROFILE_PARAMETERS_REVISION_1           1
typedef struct _NDIS_GFT_DELETE_PROFILE_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_GFP_PROFILE_ID ProfileId;
} NDIS_GFT_DELETE_PROFILE_PARAMETERS, *PNDIS_GFT_DELETE_PROFILE_PARAMETERS;
#define NDIS_SIZEOF_GFT_DELETE_PROFILE_PARAMETERS_REVISION_1    RTL_SIZEOF_THROUGH_FIELD(NDIS_GFT_DELETE_PROFILE_PARAMETERS, ProfileId)

typedef enum _NDIS_GFT_FLOW_ENTRY_TYPE {
    NdisGftFlowEntryTypeUndefined,
    NdisGftFlowEntryTypeExactMatch,
    NdisGftFlowEntryTypeWildcard,
    NdisGftFlowEntryTypeMax,
} NDIS_GFT_FLOW_ENTRY_TYPE, *PNDIS_GFT_FLOW_ENTRY_TYPE;

#define NDIS_GFT_FLOW_ENTRY_ARRAY_REVISION_1                    1
typedef struct _NDIS_GFT_FLOW_ENTRY_ARRAY {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_GFT_FLOW_ENTRY_TYPE EntryType;
    ULONG FlowEntryArrayOffset;
    ULONG FlowEntryArrayNumElements;
    ULONG FlowEntryArrayElementSize;
} NDIS_GFT_FLOW_ENTRY_ARRAY, *PNDIS_GFT_FLOW_ENTRY_ARRAY;
#define NDIS_SIZEOF_GFT_FLOW_ENTRY_ARRAY_REVISION_1             RTL_SIZEOF_THROUGH_FIELD(NDIS_GFT_FLOW_ENTRY_ARRAY, FlowEntryArrayElementSize)

#define NDIS_GFT_FLOW_ENTRY_INFO_ARRAY_REVISION_1               1
typedef struct _NDIS_GFT_FLOW_ENTRY_INFO_ARRAY {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_GFT_TABLE_ID TableId;
    NDIS_NIC_SWITCH_VPORT_ID VPortId;
    NDIS_GFT_FLOW_ENTRY_ID ProviderFlowEntryIdStart;
    ULONG FlowEntryIdCount;
    ULONG FlowEntryInfoArrayOffset;
    ULONG FlowEntryInfoArrayNumElements;
    ULONG FlowEntryInfoArrayElementSize;
} NDIS_GFT_FLOW_ENTRY_INFO_ARRAY, *PNDIS_GFT_FLOW_ENTRY_INFO_ARRAY;
#define NDIS_SIZEOF_GFT_FLOW_ENTRY_INFO_ARRAY_REVISION_1        RTL_SIZEOF_THROUGH_FIELD(NDIS_GFT_FLOW_ENTRY_INFO_ARRAY, FlowEntryInfoArrayElementSize)

typedef struct _NDIS_GFT_FLOW_ENTRY_ID_AND_COUNTER {
    NDIS_GFT_FLOW_ENTRY_ID FlowEntryId;
    NDIS_GFT_COUNTER_VALUE CounterValue;
} NDIS_GFT_FLOW_ENTRY_ID_AND_COUNTER, *PNDIS_GFT_FLOW_ENTRY_ID_AND_COUNTER;

#define NDIS_GFT_FLOW_ENTRY_ID_ARRAY_REVISION_1                 1
typedef struct _NDIS_GFT_FLOW_ENTRY_ID_ARRAY {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_GFT_TABLE_ID TableId;
    NDIS_NIC_SWITCH_VPORT_ID VPortId;
    union {
        struct {
            ULONG ProviderFlowEntryIdArrayOffset;
            ULONG ProviderFlowEntryIdArrayNumElements;
            ULONG ProviderFlowEntryIdArrayElementSize;
        } FlowEntryIdArray;
        struct {
            ULONG ProviderFlowEntryIdAndCounterArrayOffset;
            ULONG ProviderFlowEntryIdAndCounterArrayNumElements;
            ULONG ProviderFlowEntryIdAndCounterArrayElementSize;
        } FlowEntryIdAndCounterArray;
    } IdArray;
} NDIS_GFT_FLOW_ENTRY_ID_ARRAY, *PNDIS_GFT_FLOW_ENTRY_ID_ARRAY;
#define NDIS_SIZEOF_GFT_FLOW_ENTRY_ID_ARRAY_REVISION_1          RTL_SIZEOF_THROUGH_FIELD(NDIS_GFT_FLOW_ENTRY_ID_ARRAY, IdArray)

#define NDIS_GFT_OFFLOAD_PARAMETERS_REVISION_1                  1
typedef struct _NDIS_GFT_OFFLOAD_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_NIC_SWITCH_VPORT_ID ExceptionVPortId;
    ULONG CopyLookaheadLength;
    ULONG SampleLookaheadLength;
} NDIS_GFT_OFFLOAD_PARAMETERS, *PNDIS_GFT_OFFLOAD_PARAMETERS;
#define NDIS_SIZEOF_GFT_OFFLOAD_PARAMETERS_REVISION_1           RTL_SIZEOF_THROUGH_FIELD(NDIS_GFT_OFFLOAD_PARAMETERS, SampleLookaheadLength)

#define NDIS_GFT_OFFLOAD_CAPABILITIES_REVISION_1                1
typedef struct _NDIS_GFT_OFFLOAD_CAPABILITIES {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG CounterCapabilities;
    ULONG SupportedTableTypes;
    ULONG SupportedEncapsulationTypes;
    ULONG SupportedIngressExactMatchTableActions;
    ULONG SupportedEgressExactMatchTableActions;
    ULONG SoftwareSupportedIngressExactMatchTableActions;
    ULONG SoftwareSupportedEgressExactMatchTableActions;
    ULONG SupportedIngressWildcardMatchTableActions;
    ULONG SupportedEgressWildcardMatchTableActions;
    ULONG SoftwareSupportedIngressWildcardMatchTableActions;
    ULONG SoftwareSupportedEgressWildcardMatchTableActions;
    ULONG NumPacketCounterObjects;
    ULONG NumByteCounterObjects;
    ULONG NumPacketAndByteCounterObjects;
    ULONG NumCounterObjectsPerIngressExactMatchFlowEntry;
    ULONG NumCounterObjectsPerEgressExactMatchFlowEntry;
    ULONG NumCounterObjectsPerIngressWildcardMatchFlowEntry;
    ULONG NumCounterObjectsPerEgressWildcardMatchFlowEntry;
} NDIS_GFT_OFFLOAD_CAPABILITIES, *PNDIS_GFT_OFFLOAD_CAPABILITIES;
#define NDIS_SIZEOF_GFT_OFFLOAD_CAPABILITIES_REVISION_1         RTL_SIZEOF_THROUGH_FIELD(NDIS_GFT_OFFLOAD_CAPABILITIES, NumCounterObjectsPerEgressWildcardMatchFlowEntry)

typedef enum _NDIS_GFT_COUNTER_VALUE_QUERY_METHOD {
    NdisGftQueryValueQueryMethodUndefined,
    NdisGftQueryValueQueryMethodUsingCounterIds,
    NdisGftQueryValueQueryMethodUsingFlowEntryIds,
    NdisGftQueryValueQueryMethodVPortFlowEntries,
    NdisGftQueryValueQueryMethodAllFlowEntries,
    NdisGftQueryValueQueryMethodMax,
} NDIS_GFT_COUNTER_VALUE_QUERY_METHOD, *PNDIS_GFT_COUNTER_VALUE_QUERY_METHOD;

typedef ULONG *PNDIS_GFP_PROFILE_ID;
typedef ULONG *PNDIS_GFT_COUNTER_ID;
typedef ULONG *PNDIS_GFT_CUSTOM_ACTION_TYPE;
typedef ULONG_PTR *PNDIS_GFT_FLOW_ENTRY_ID;
typedef ULONG *PNDIS_GFT_TABLE_ID;
#endif /* NDIS_SUPPORT_NDIS650 */

#endif
