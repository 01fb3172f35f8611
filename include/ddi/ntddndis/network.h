/*
 * ntddndis/network.h: media, link state, statistics, interfaces.
 * learn.microsoft.com/windows-hardware/drivers/network/
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/ntddndis/ + nf-ntddndis-<function>, ns-ntddndis-_<structure>, ne-ntddndis-_<enumeration>, nc-ntddndis-<callback>, all lower case.
 * A part of ntddndis.h: include that.
 */
#ifndef FLUE_DDI_NTDDNDIS_NETWORK_H
#define FLUE_DDI_NTDDNDIS_NETWORK_H

#define IOCTL_NDIS_QUERY_GLOBAL_STATS                           0x00170002
#define IOCTL_NDIS_QUERY_ALL_STATS                              0x00170006
#define IOCTL_NDIS_DO_PNP_OPERATION                             0x00170008
#define IOCTL_NDIS_QUERY_SELECTED_STATS                         0x0017000E
#define IOCTL_NDIS_ENUMERATE_INTERFACES                         0x00170010
#define IOCTL_NDIS_ADD_TDI_DEVICE                               0x00170014
#define IOCTL_NDIS_GET_LOG_DATA                                 0x0017001E
#define IOCTL_NDIS_GET_VERSION                                  0x00170020
#define IOCTL_NDIS_RESERVED1                                    0x00170024
#define IOCTL_NDIS_RESERVED2                                    0x00170028
#define IOCTL_NDIS_RESERVED3                                    0x0017002C
#define IOCTL_NDIS_RESERVED4                                    0x00170030
#define IOCTL_NDIS_RESERVED5                                    0x00170034
#define IOCTL_NDIS_RESERVED6                                    0x00178038
#define IOCTL_NDIS_RESERVED7                                    0x0017003E
#define IOCTL_NDIS_RESERVED8                                    0x00170040
#define IOCTL_NDIS_RESERVED9                                    0x00170044
#define IOCTL_NDIS_RESERVED10                                   0x00170048
#define IOCTL_NDIS_RESERVED11                                   0x0017004C
#define IOCTL_NDIS_RESERVED12                                   0x00170050
#define IOCTL_NDIS_RESERVED13                                   0x00170054
#define IOCTL_NDIS_RESERVED14                                   0x00170058
#define IOCTL_NDIS_RESERVED15                                   0x0017005C
#define IOCTL_NDIS_RESERVED16                                   0x00170060
#define IOCTL_NDIS_RESERVED17                                   0x00170064
#define IOCTL_NDIS_RESERVED18                                   0x00170068
#define IOCTL_NDIS_RESERVED19                                   0x0017006C
#define IOCTL_NDIS_RESERVED20                                   0x00170070
#define IOCTL_NDIS_RESERVED21                                   0x00170074
#define IOCTL_NDIS_RESERVED22                                   0x00170078
#define IOCTL_NDIS_RESERVED23                                   0x0017007C
#define IOCTL_NDIS_RESERVED24                                   0x00170080
#define IOCTL_NDIS_RESERVED25                                   0x00170084
#define IOCTL_NDIS_RESERVED26                                   0x00170088
#define IOCTL_NDIS_RESERVED27                                   0x0017008C
#define IOCTL_NDIS_RESERVED28                                   0x00170090
#define IOCTL_NDIS_RESERVED29                                   0x00170094
#define IOCTL_NDIS_RESERVED30                                   0x00170098
#define NDIS_STATISTICS_FLAGS_VALID_DIRECTED_FRAMES_RCV         1
#define NDIS_STATISTICS_FLAGS_VALID_MULTICAST_FRAMES_RCV        2
#define NDIS_STATISTICS_FLAGS_VALID_BROADCAST_FRAMES_RCV        4
#define NDIS_STATISTICS_FLAGS_VALID_BYTES_RCV                   8
#define NDIS_STATISTICS_FLAGS_VALID_RCV_DISCARDS                0x10
#define NDIS_STATISTICS_FLAGS_VALID_RCV_ERROR                   0x20
#define NDIS_STATISTICS_FLAGS_VALID_DIRECTED_FRAMES_XMIT        0x40
#define NDIS_STATISTICS_FLAGS_VALID_MULTICAST_FRAMES_XMIT       0x80
#define NDIS_STATISTICS_FLAGS_VALID_BROADCAST_FRAMES_XMIT       0x00000100
#define NDIS_STATISTICS_FLAGS_VALID_BYTES_XMIT                  0x00000200
#define NDIS_STATISTICS_FLAGS_VALID_XMIT_ERROR                  0x00000400
#define NDIS_STATISTICS_FLAGS_VALID_XMIT_DISCARDS               0x00008000
#define NDIS_STATISTICS_FLAGS_VALID_DIRECTED_BYTES_RCV          0x00010000
#define NDIS_STATISTICS_FLAGS_VALID_MULTICAST_BYTES_RCV         0x00020000
#define NDIS_STATISTICS_FLAGS_VALID_BROADCAST_BYTES_RCV         0x00040000
#define NDIS_STATISTICS_FLAGS_VALID_DIRECTED_BYTES_XMIT         0x00080000
#define NDIS_STATISTICS_FLAGS_VALID_MULTICAST_BYTES_XMIT        0x00100000
#define NDIS_STATISTICS_FLAGS_VALID_BROADCAST_BYTES_XMIT        0x00200000
#define NDIS_INTERRUPT_MODERATION_CHANGE_NEEDS_RESET            1
#define NDIS_INTERRUPT_MODERATION_CHANGE_NEEDS_REINITIALIZE     2
#define NDIS_802_3_MAC_OPTION_PRIORITY                          1
#define NDIS_ETH_TYPE_IPV4                                      0x00000800
#define NDIS_ETH_TYPE_ARP                                       0x00000806
#define NDIS_ETH_TYPE_IPV6                                      0x000086DD
#define NDIS_ETH_TYPE_802_1X                                    0x0000888E
#define NDIS_ETH_TYPE_802_1Q                                    0x00008100
#define NDIS_ETH_TYPE_SLOW_PROTOCOL                             0x00008809
#define NDIS_PROTOCOL_ID_DEFAULT                                0
#define NDIS_PROTOCOL_ID_IP6                                    3
#define NDIS_PROTOCOL_ID_IPX                                    6
#define NDIS_PROTOCOL_ID_NBF                                    7
#define NDIS_PROTOCOL_ID_MAX                                    15
#define NDIS_PROTOCOL_ID_MASK                                   0x0000000F
#define NETWORK_ADDRESS_LENGTH_IP                               ((ULONGLONG)16)
#define NETWORK_ADDRESS_LENGTH_IP6                              ((ULONGLONG)28)
#define NETWORK_ADDRESS_LENGTH_IPX                              ((ULONGLONG)12)
#define READABLE_LOCAL_CLOCK                                    1
#define CLOCK_NETWORK_DERIVED                                   2
#define CLOCK_PRECISION                                         4
#define RECEIVE_TIME_INDICATION_CAPABLE                         8
#define TIMED_SEND_CAPABLE                                      0x10
#define TIME_STAMP_CAPABLE                                      0x20
#define NDIS_LINK_SPEED_UNKNOWN                                 0xFFFFFFFFFFFFFFFFULL
#define fNDIS_GUID_TO_OID                                       1
#define fNDIS_GUID_TO_STATUS                                    2
#define fNDIS_GUID_ANSI_STRING                                  4
#define fNDIS_GUID_UNICODE_STRING                               8
#define fNDIS_GUID_ARRAY                                        0x10
#define fNDIS_GUID_ALLOW_READ                                   0x20
#define fNDIS_GUID_ALLOW_WRITE                                  0x40
#define fNDIS_GUID_METHOD                                       0x80
#define fNDIS_GUID_NDIS_RESERVED                                0x00000100
#define fNDIS_GUID_SUPPORT_COMMON_HEADER                        0x00000200
#define NDIS_PACKET_TYPE_DIRECTED                               1
#define NDIS_PACKET_TYPE_MULTICAST                              2
#define NDIS_PACKET_TYPE_ALL_MULTICAST                          4
#define NDIS_PACKET_TYPE_BROADCAST                              8
#define NDIS_PACKET_TYPE_SOURCE_ROUTING                         0x10
#define NDIS_PACKET_TYPE_PROMISCUOUS                            0x20
#define NDIS_PACKET_TYPE_SMT                                    0x40
#define NDIS_PACKET_TYPE_ALL_LOCAL                              0x80
#define NDIS_PACKET_TYPE_GROUP                                  0x00001000
#define NDIS_PACKET_TYPE_ALL_FUNCTIONAL                         0x00002000
#define NDIS_PACKET_TYPE_FUNCTIONAL                             0x00004000
#define NDIS_PACKET_TYPE_MAC_FRAME                              0x00008000
#define NDIS_PACKET_TYPE_NO_LOCAL                               0x00010000
#define NDIS_RING_SIGNAL_LOSS                                   0x00008000
#define NDIS_RING_HARD_ERROR                                    0x00004000
#define NDIS_RING_SOFT_ERROR                                    0x00002000
#define NDIS_RING_TRANSMIT_BEACON                               0x00001000
#define NDIS_RING_LOBE_WIRE_FAULT                               0x00000800
#define NDIS_RING_AUTO_REMOVAL_ERROR                            0x00000400
#define NDIS_RING_REMOVE_RECEIVED                               0x00000200
#define NDIS_RING_COUNTER_OVERFLOW                              0x00000100
#define NDIS_RING_SINGLE_STATION                                0x80
#define NDIS_RING_RING_RECOVERY                                 0x40
#define NDIS_PROT_OPTION_ESTIMATED_LENGTH                       1
#define NDIS_PROT_OPTION_NO_LOOPBACK                            2
#define NDIS_PROT_OPTION_NO_RSVD_ON_RCVPKT                      4
#define NDIS_PROT_OPTION_SEND_RESTRICTED                        8
#define NDIS_MAC_OPTION_COPY_LOOKAHEAD_DATA                     1
#define NDIS_MAC_OPTION_RECEIVE_SERIALIZED                      2
#define NDIS_MAC_OPTION_TRANSFERS_NOT_PEND                      4
#define NDIS_MAC_OPTION_NO_LOOPBACK                             8
#define NDIS_MAC_OPTION_FULL_DUPLEX                             0x10
#define NDIS_MAC_OPTION_EOTX_INDICATION                         0x20
#define NDIS_MAC_OPTION_8021P_PRIORITY                          0x40
#define NDIS_MAC_OPTION_SUPPORTS_MAC_ADDRESS_OVERWRITE          0x80
#define NDIS_MAC_OPTION_RECEIVE_AT_DPC                          0x00000100
#define NDIS_MAC_OPTION_8021Q_VLAN                              0x00000200
#define NDIS_MAC_OPTION_RESERVED                                0x80000000
#define NDIS_MEDIA_CAP_TRANSMIT                                 1
#define NDIS_MEDIA_CAP_RECEIVE                                  2
#define NDIS_CO_MAC_OPTION_DYNAMIC_LINK_SPEED                   1
#define NDIS_IF_MAX_STRING_SIZE                                 0x00000100
#define NDIS_MAX_PHYS_ADDRESS_LENGTH                            0x20
#define NDIS_LINK_STATE_XMIT_LINK_SPEED_AUTO_NEGOTIATED         1
#define NDIS_LINK_STATE_RCV_LINK_SPEED_AUTO_NEGOTIATED          2
#define NDIS_LINK_STATE_DUPLEX_AUTO_NEGOTIATED                  4
#define NDIS_LINK_STATE_PAUSE_FUNCTIONS_AUTO_NEGOTIATED         8
#define MAXIMUM_IP_OPER_STATUS_ADDRESS_FAMILIES_SUPPORTED       0x20
#define NDIS_MAXIMUM_PORTS                                      0x01000000
#define NDIS_DEFAULT_PORT_NUMBER                                0
#define NDIS_WMI_DEFAULT_METHOD_ID                              1
#define NDIS_WMI_OBJECT_TYPE_SET                                1
#define NDIS_WMI_OBJECT_TYPE_METHOD                             2
#define NDIS_WMI_OBJECT_TYPE_EVENT                              3
#define NDIS_WMI_OBJECT_TYPE_ENUM_ADAPTER                       4
#define NDIS_WMI_OBJECT_TYPE_OUTPUT_INFO                        5
#define NDIS_DEVICE_TYPE_ENDPOINT                               1
#define NdisHashFunctionToeplitz                                1
#define NdisHashFunctionReserved1                               2
#define NdisHashFunctionReserved2                               4
#define NdisHashFunctionReserved3                               8
#if NDIS_SUPPORT_NDIS620
#define NDIS_HYPERVISOR_INFO_FLAG_HYPERVISOR_PRESENT            1
#endif
#if NDIS_SUPPORT_NDIS630
#define NDIS_PF_FUNCTION_ID                                     0xFFFF
#define NDIS_INVALID_RID                                        0xFFFFFFFF
#define NDIS_ISOLATION_NAME_MAX_STRING_SIZE                     127
#endif
#define NDIS_PORT_CHAR_USE_DEFAULT_AUTH_SETTINGS                1
#if NDIS_SUPPORT_NDIS650
#define ETHERNET_LENGTH_OF_ADDRESS                              6
#define NDIS_PD_QUEUE_COUNT_DYNAMIC                             0xFFFFFFFF
#define NDIS_PD_CAPS_DRAIN_NOTIFICATIONS_SUPPORTED              2
#define NDIS_PD_CAPS_NOTIFICATION_MODERATION_INTERVAL_SUPPORTED 4
#define NDIS_PD_CAPS_NOTIFICATION_MODERATION_COUNT_SUPPORTED    8
#endif

typedef int NDIS_STATUS;
typedef ULONG IPAddr;
typedef ULONG IPMask;
typedef ULONG NDIS_OID;
typedef ULONG NDIS_PORT_NUMBER;
typedef ULONG NDIS_VLAN_ID;

typedef struct _NDIS_STATISTICS_VALUE {
    NDIS_OID Oid;
    ULONG DataLength;
    UCHAR Data[1];
} NDIS_STATISTICS_VALUE;

typedef struct _NDIS_STATISTICS_VALUE_EX {
    NDIS_OID Oid;
    ULONG DataLength;
    ULONG Length;
    UCHAR Data[1];
} NDIS_STATISTICS_VALUE_EX;

typedef struct _NDIS_VAR_DATA_DESC {
    USHORT Length;
    USHORT MaximumLength;
    ULONG_PTR Offset;
} NDIS_VAR_DATA_DESC, *PNDIS_VAR_DATA_DESC;

/*
 * The first member of every structure that crosses the NDIS boundary. Type says which structure it is (NDIS_OBJECT_TYPE_*), Revision which members it
 * has, Size how many bytes are filled in: the bytes through the last member of that revision (NDIS_SIZEOF_*_REVISION_n), which may be less than sizeof.
 * A receiver checks Revision and Size before it touches a member, and accepts a Size larger than it needs.
 * learn.microsoft.com/windows-hardware/drivers/network/using-ndis-object-header, learn.microsoft.com/windows-hardware/drivers/ddi/objectheader/ns-objectheader-ndis_object_header
 */
typedef struct _NDIS_OBJECT_HEADER {
    UCHAR Type;
    UCHAR Revision;
    USHORT Size;
} NDIS_OBJECT_HEADER, *PNDIS_OBJECT_HEADER;

#define NDIS_STATISTICS_INFO_REVISION_1                         1
typedef struct _NDIS_STATISTICS_INFO {
    NDIS_OBJECT_HEADER Header;
    ULONG SupportedStatistics;
    ULONG64 ifInDiscards;
    ULONG64 ifInErrors;
    ULONG64 ifHCInOctets;
    ULONG64 ifHCInUcastPkts;
    ULONG64 ifHCInMulticastPkts;
    ULONG64 ifHCInBroadcastPkts;
    ULONG64 ifHCOutOctets;
    ULONG64 ifHCOutUcastPkts;
    ULONG64 ifHCOutMulticastPkts;
    ULONG64 ifHCOutBroadcastPkts;
    ULONG64 ifOutErrors;
    ULONG64 ifOutDiscards;
    ULONG64 ifHCInUcastOctets;
    ULONG64 ifHCInMulticastOctets;
    ULONG64 ifHCInBroadcastOctets;
    ULONG64 ifHCOutUcastOctets;
    ULONG64 ifHCOutMulticastOctets;
    ULONG64 ifHCOutBroadcastOctets;
} NDIS_STATISTICS_INFO, *PNDIS_STATISTICS_INFO;
#define NDIS_SIZEOF_STATISTICS_INFO_REVISION_1                  RTL_SIZEOF_THROUGH_FIELD(NDIS_STATISTICS_INFO, ifHCOutBroadcastOctets)

#if NDIS_SUPPORT_NDIS630

typedef struct _NDIS_RSC_STATISTICS_INFO {
    NDIS_OBJECT_HEADER Header;
    ULONG64 CoalescedPkts;
    ULONG64 CoalescedOctets;
    ULONG64 CoalesceEvents;
    ULONG64 Aborts;
} NDIS_RSC_STATISTICS_INFO, *PNDIS_RSC_STATISTICS_INFO;

#endif /* NDIS_SUPPORT_NDIS630 */

typedef enum _NDIS_INTERRUPT_MODERATION {
    NdisInterruptModerationUnknown,
    NdisInterruptModerationNotSupported,
    NdisInterruptModerationEnabled,
    NdisInterruptModerationDisabled,
} NDIS_INTERRUPT_MODERATION, *PNDIS_INTERRUPT_MODERATION;

#define NDIS_INTERRUPT_MODERATION_PARAMETERS_REVISION_1         1
typedef struct _NDIS_INTERRUPT_MODERATION_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_INTERRUPT_MODERATION InterruptModeration;
} NDIS_INTERRUPT_MODERATION_PARAMETERS, *PNDIS_INTERRUPT_MODERATION_PARAMETERS;
#define NDIS_SIZEOF_INTERRUPT_MODERATION_PARAMETERS_REVISION_1  RTL_SIZEOF_THROUGH_FIELD(NDIS_INTERRUPT_MODERATION_PARAMETERS, InterruptModeration)

#define NDIS_TIMEOUT_DPC_REQUEST_CAPABILITIES_REVISION_1        1
typedef struct _NDIS_TIMEOUT_DPC_REQUEST_CAPABILITIES {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG TimeoutArrayLength;
    ULONG TimeoutArray[1];
} NDIS_TIMEOUT_DPC_REQUEST_CAPABILITIES, *PNDIS_TIMEOUT_DPC_REQUEST_CAPABILITIES;
#define NDIS_SIZEOF_TIMEOUT_DPC_REQUEST_CAPABILITIES_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_TIMEOUT_DPC_REQUEST_CAPABILITIES, TimeoutArray)

typedef struct _NDIS_PCI_DEVICE_CUSTOM_PROPERTIES {
    NDIS_OBJECT_HEADER Header;
    UINT32 DeviceType;
    UINT32 CurrentSpeedAndMode;
    UINT32 CurrentPayloadSize;
    UINT32 MaxPayloadSize;
    UINT32 MaxReadRequestSize;
    UINT32 CurrentLinkSpeed;
    UINT32 CurrentLinkWidth;
    UINT32 MaxLinkSpeed;
    UINT32 MaxLinkWidth;
    UINT32 PciExpressVersion;
    UINT32 InterruptType;
    UINT32 MaxInterruptMessages;
} NDIS_PCI_DEVICE_CUSTOM_PROPERTIES, *PNDIS_PCI_DEVICE_CUSTOM_PROPERTIES;
#define NDIS_SIZEOF_PCI_DEVICE_CUSTOM_PROPERTIES_REVISION_1     RTL_SIZEOF_THROUGH_FIELD(NDIS_PCI_DEVICE_CUSTOM_PROPERTIES, MaxLinkWidth)
#define NDIS_SIZEOF_PCI_DEVICE_CUSTOM_PROPERTIES_REVISION_2     RTL_SIZEOF_THROUGH_FIELD(NDIS_PCI_DEVICE_CUSTOM_PROPERTIES, MaxInterruptMessages)

typedef struct NDIS_CO_DEVICE_PROFILE {
    NDIS_VAR_DATA_DESC DeviceDescription;
    NDIS_VAR_DATA_DESC DevSpecificInfo;
    ULONG ulTAPISupplementaryPassThru;
    ULONG ulAddressModes;
    ULONG ulNumAddresses;
    ULONG ulBearerModes;
    ULONG ulMaxTxRate;
    ULONG ulMinTxRate;
    ULONG ulMaxRxRate;
    ULONG ulMinRxRate;
    ULONG ulMediaModes;
    ULONG ulGenerateToneModes;
    ULONG ulGenerateToneMaxNumFreq;
    ULONG ulGenerateDigitModes;
    ULONG ulMonitorToneMaxNumFreq;
    ULONG ulMonitorToneMaxNumEntries;
    ULONG ulMonitorDigitModes;
    ULONG ulGatherDigitsMinTimeout;
    ULONG ulGatherDigitsMaxTimeout;
    ULONG ulDevCapFlags;
    ULONG ulMaxNumActiveCalls;
    ULONG ulAnswerMode;
    ULONG ulUUIAcceptSize;
    ULONG ulUUIAnswerSize;
    ULONG ulUUIMakeCallSize;
    ULONG ulUUIDropSize;
    ULONG ulUUISendUserUserInfoSize;
    ULONG ulUUICallInfoSize;
} NDIS_CO_DEVICE_PROFILE, *PNDIS_CO_DEVICE_PROFILE;

typedef struct _TRANSPORT_HEADER_OFFSET {
    USHORT ProtocolType;
    USHORT HeaderOffset;
} TRANSPORT_HEADER_OFFSET, *PTRANSPORT_HEADER_OFFSET;

typedef struct _NETWORK_ADDRESS {
    USHORT AddressLength;
    USHORT AddressType;
    UCHAR Address[1];
} NETWORK_ADDRESS, *PNETWORK_ADDRESS;

typedef struct _NETWORK_ADDRESS_LIST {
    LONG AddressCount;
    USHORT AddressType;
    NETWORK_ADDRESS Address[1];
} NETWORK_ADDRESS_LIST, *PNETWORK_ADDRESS_LIST;

typedef struct _NETWORK_ADDRESS_IP {
    USHORT sin_port;
    ULONG in_addr;
    UCHAR sin_zero[8];
} NETWORK_ADDRESS_IP, *PNETWORK_ADDRESS_IP;

typedef struct _NETWORK_ADDRESS_IP6 {
    USHORT sin6_port;
    ULONG sin6_flowinfo;
    USHORT sin6_addr[8];
    ULONG sin6_scope_id;
} NETWORK_ADDRESS_IP6, *PNETWORK_ADDRESS_IP6;

typedef struct _NETWORK_ADDRESS_IPX {
    ULONG NetworkAddress;
    UCHAR NodeAddress[6];
    USHORT Socket;
} NETWORK_ADDRESS_IPX, *PNETWORK_ADDRESS_IPX;

typedef struct _GEN_GET_TIME_CAPS {
    ULONG Flags;
    ULONG ClockPrecision;
} GEN_GET_TIME_CAPS, *PGEN_GET_TIME_CAPS;

typedef struct _GEN_GET_NETCARD_TIME {
    ULONGLONG ReadTime;
} GEN_GET_NETCARD_TIME, *PGEN_GET_NETCARD_TIME;

typedef enum _NDIS_DEVICE_POWER_STATE {
    NdisDeviceStateUnspecified,
    NdisDeviceStateD0,
    NdisDeviceStateD1,
    NdisDeviceStateD2,
    NdisDeviceStateD3,
    NdisDeviceStateMaximum,
} NDIS_DEVICE_POWER_STATE, *PNDIS_DEVICE_POWER_STATE;

typedef struct _NDIS_PM_WAKE_UP_CAPABILITIES {
    NDIS_DEVICE_POWER_STATE MinMagicPacketWakeUp;
    NDIS_DEVICE_POWER_STATE MinPatternWakeUp;
    NDIS_DEVICE_POWER_STATE MinLinkChangeWakeUp;
} NDIS_PM_WAKE_UP_CAPABILITIES, *PNDIS_PM_WAKE_UP_CAPABILITIES;

typedef struct _NDIS_PNP_CAPABILITIES {
    ULONG Flags;
    NDIS_PM_WAKE_UP_CAPABILITIES WakeUpCapabilities;
} NDIS_PNP_CAPABILITIES, *PNDIS_PNP_CAPABILITIES;

typedef struct _NDIS_CO_LINK_SPEED {
    ULONG Outbound;
    ULONG Inbound;
} NDIS_CO_LINK_SPEED, *PNDIS_CO_LINK_SPEED;

typedef struct _NDIS_LINK_SPEED {
    ULONG64 XmitLinkSpeed;
    ULONG64 RcvLinkSpeed;
} NDIS_LINK_SPEED, *PNDIS_LINK_SPEED;

typedef struct _NDIS_GUID {
    GUID Guid;
    union {
        NDIS_OID Oid;
        NDIS_STATUS Status;
    };
    ULONG Size;
    ULONG Flags;
} NDIS_GUID, *PNDIS_GUID;

typedef NET_IF_MEDIA_CONNECT_STATE NDIS_MEDIA_CONNECT_STATE;
typedef NET_IF_MEDIA_DUPLEX_STATE NDIS_MEDIA_DUPLEX_STATE;

typedef enum _NDIS_SUPPORTED_PAUSE_FUNCTIONS {
    NdisPauseFunctionsUnsupported,
    NdisPauseFunctionsSendOnly,
    NdisPauseFunctionsReceiveOnly,
    NdisPauseFunctionsSendAndReceive,
    NdisPauseFunctionsUnknown,
} NDIS_SUPPORTED_PAUSE_FUNCTIONS, *PNDIS_SUPPORTED_PAUSE_FUNCTIONS;

#define NDIS_LINK_STATE_REVISION_1                              1
typedef struct _NDIS_LINK_STATE {
    NDIS_OBJECT_HEADER Header;
    NDIS_MEDIA_CONNECT_STATE MediaConnectState;
    NDIS_MEDIA_DUPLEX_STATE MediaDuplexState;
    ULONG64 XmitLinkSpeed;
    ULONG64 RcvLinkSpeed;
    NDIS_SUPPORTED_PAUSE_FUNCTIONS PauseFunctions;
    ULONG AutoNegotiationFlags;
} NDIS_LINK_STATE, *PNDIS_LINK_STATE;
#define NDIS_SIZEOF_LINK_STATE_REVISION_1                       RTL_SIZEOF_THROUGH_FIELD(NDIS_LINK_STATE, AutoNegotiationFlags)

#define NDIS_LINK_PARAMETERS_REVISION_1                         1
typedef struct _NDIS_LINK_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    NDIS_MEDIA_DUPLEX_STATE MediaDuplexState;
    ULONG64 XmitLinkSpeed;
    ULONG64 RcvLinkSpeed;
    NDIS_SUPPORTED_PAUSE_FUNCTIONS PauseFunctions;
    ULONG AutoNegotiationFlags;
} NDIS_LINK_PARAMETERS, *PNDIS_LINK_PARAMETERS;
#define NDIS_SIZEOF_LINK_PARAMETERS_REVISION_1                  RTL_SIZEOF_THROUGH_FIELD(NDIS_LINK_PARAMETERS, AutoNegotiationFlags)

#define NDIS_OPER_STATE_REVISION_1                              1
typedef struct _NDIS_OPER_STATE {
    NDIS_OBJECT_HEADER Header;
    NET_IF_OPER_STATUS OperationalStatus;
    ULONG OperationalStatusFlags;
} NDIS_OPER_STATE, *PNDIS_OPER_STATE;
#define NDIS_SIZEOF_OPER_STATE_REVISION_1                       RTL_SIZEOF_THROUGH_FIELD(NDIS_OPER_STATE, OperationalStatusFlags)

typedef struct _NDIS_IP_OPER_STATUS {
    ULONG AddressFamily;
    NET_IF_OPER_STATUS OperationalStatus;
    ULONG OperationalStatusFlags;
} NDIS_IP_OPER_STATUS, *PNDIS_IP_OPER_STATUS;

#define NDIS_IP_OPER_STATUS_INFO_REVISION_1                     1
typedef struct _NDIS_IP_OPER_STATUS_INFO {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG NumberofAddressFamiliesReturned;
    NDIS_IP_OPER_STATUS IpOperationalStatus[32];
} NDIS_IP_OPER_STATUS_INFO, *PNDIS_IP_OPER_STATUS_INFO;
#define NDIS_SIZEOF_IP_OPER_STATUS_INFO_REVISION_1              RTL_SIZEOF_THROUGH_FIELD(NDIS_IP_OPER_STATUS_INFO, IpOperationalStatus)

#define NDIS_IP_OPER_STATE_REVISION_1                           1
typedef struct _NDIS_IP_OPER_STATE {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_IP_OPER_STATUS IpOperationalStatus;
} NDIS_IP_OPER_STATE, *PNDIS_IP_OPER_STATE;
#define NDIS_SIZEOF_IP_OPER_STATE_REVISION_1                    RTL_SIZEOF_THROUGH_FIELD(NDIS_IP_OPER_STATE, IpOperationalStatus)

#define NDIS_WMI_METHOD_HEADER_REVISION_1                       1
typedef struct _NDIS_WMI_METHOD_HEADER {
    NDIS_OBJECT_HEADER Header;
    NDIS_PORT_NUMBER PortNumber;
    NET_LUID NetLuid;
    ULONG64 RequestId;
    ULONG Timeout;
    UCHAR Padding[4];
} NDIS_WMI_METHOD_HEADER, *PNDIS_WMI_METHOD_HEADER;
#define NDIS_SIZEOF_WMI_METHOD_HEADER_REVISION_1                RTL_SIZEOF_THROUGH_FIELD(NDIS_WMI_METHOD_HEADER, Padding)

#define NDIS_WMI_SET_HEADER_REVISION_1                          1
typedef struct _NDIS_WMI_SET_HEADER {
    NDIS_OBJECT_HEADER Header;
    NDIS_PORT_NUMBER PortNumber;
    NET_LUID NetLuid;
    ULONG64 RequestId;
    ULONG Timeout;
    UCHAR Padding[4];
} NDIS_WMI_SET_HEADER, *PNDIS_WMI_SET_HEADER;
#define NDIS_SIZEOF_WMI_SET_HEADER_REVISION_1                   RTL_SIZEOF_THROUGH_FIELD(NDIS_WMI_SET_HEADER, Padding)

#define NDIS_WMI_EVENT_HEADER_REVISION_1                        1
typedef struct _NDIS_WMI_EVENT_HEADER {
    NDIS_OBJECT_HEADER Header;
    NET_IFINDEX IfIndex;
    NET_LUID NetLuid;
    ULONG64 RequestId;
    NDIS_PORT_NUMBER PortNumber;
    ULONG DeviceNameLength;
    ULONG DeviceNameOffset;
    UCHAR Padding[4];
} NDIS_WMI_EVENT_HEADER, *PNDIS_WMI_EVENT_HEADER;
#define NDIS_SIZEOF_WMI_EVENT_HEADER_REVISION_1                 RTL_SIZEOF_THROUGH_FIELD(NDIS_WMI_EVENT_HEADER, Padding)

#define NDIS_WMI_ENUM_ADAPTER_REVISION_1                        1
typedef struct _NDIS_WMI_ENUM_ADAPTER {
    NDIS_OBJECT_HEADER Header;
    NET_IFINDEX IfIndex;
    NET_LUID NetLuid;
    USHORT DeviceNameLength;
    CHAR DeviceName[1];
} NDIS_WMI_ENUM_ADAPTER, *PNDIS_WMI_ENUM_ADAPTER;
#define NDIS_SIZEOF_WMI_ENUM_ADAPTER_REVISION_1                 RTL_SIZEOF_THROUGH_FIELD(NDIS_WMI_ENUM_ADAPTER, DeviceName)

#define NDIS_WMI_OUTPUT_INFO_REVISION_1                         1
typedef struct NDIS_WMI_OUTPUT_INFO {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    UCHAR SupportedRevision;
    ULONG DataOffset;
} NDIS_WMI_OUTPUT_INFO, *PNDIS_WMI_OUTPUT_INFO;
#define NDIS_SIZEOF_WMI_OUTPUT_INFO_REVISION_1                  RTL_SIZEOF_THROUGH_FIELD(NDIS_WMI_OUTPUT_INFO, DataOffset)

#if NDIS_SUPPORT_NDIS620

typedef struct _NDIS_PROCESSOR_INFO_EX {
    PROCESSOR_NUMBER ProcNum;
    ULONG SocketId;
    ULONG CoreId;
    ULONG HyperThreadId;
    USHORT NodeId;
    USHORT NodeDistance;
} NDIS_PROCESSOR_INFO_EX, *PNDIS_PROCESSOR_INFO_EX;

#endif /* NDIS_SUPPORT_NDIS620 */

typedef enum _NDIS_PROCESSOR_VENDOR {
    NdisProcessorVendorUnknown,
    NdisProcessorVendorGenuinIntel,
    NdisProcessorVendorGenuineIntel = 1,
    NdisProcessorVendorAuthenticAMD,
} NDIS_PROCESSOR_VENDOR, *PNDIS_PROCESSOR_VENDOR;

#if NDIS_SUPPORT_NDIS620

#define NDIS_SYSTEM_PROCESSOR_INFO_EX_REVISION_1                1
typedef struct _NDIS_SYSTEM_PROCESSOR_INFO_EX {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_PROCESSOR_VENDOR ProcessorVendor;
    ULONG NumSockets;
    ULONG NumCores;
    ULONG NumCoresPerSocket;
    ULONG MaxHyperThreadingProcsPerCore;
    ULONG ProcessorInfoOffset;
    ULONG NumberOfProcessors;
    ULONG ProcessorInfoEntrySize;
} NDIS_SYSTEM_PROCESSOR_INFO_EX, *PNDIS_SYSTEM_PROCESSOR_INFO_EX;
#define NDIS_SIZEOF_SYSTEM_PROCESSOR_INFO_EX_REVISION_1         RTL_SIZEOF_THROUGH_FIELD(NDIS_SYSTEM_PROCESSOR_INFO_EX, ProcessorInfoEntrySize)

typedef enum _NDIS_HYPERVISOR_PARTITION_TYPE {
    NdisHypervisorPartitionTypeUnknown,
    NdisHypervisorPartitionTypeMsHvParent,
    NdisHypervisorPartitionMsHvChild,
    NdisHypervisorPartitionTypeMax,
} NDIS_HYPERVISOR_PARTITION_TYPE, *PNDIS_HYPERVISOR_PARTITION_TYPE;

#define NDIS_HYPERVISOR_INFO_REVISION_1                         1
typedef struct _NDIS_HYPERVISOR_INFO {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_HYPERVISOR_PARTITION_TYPE PartitionType;
} NDIS_HYPERVISOR_INFO, *PNDIS_HYPERVISOR_INFO;
#define NDIS_SIZEOF_HYPERVISOR_INFO_REVISION_1                  RTL_SIZEOF_THROUGH_FIELD(NDIS_HYPERVISOR_INFO, PartitionType)

typedef struct _NDIS_WMI_GROUP_AFFINITY {
    ULONG64 Mask;
    USHORT Group;
    USHORT Reserved[3];
} NDIS_WMI_GROUP_AFFINITY, *PNDIS_WMI_GROUP_AFFINITY;

#endif /* NDIS_SUPPORT_NDIS620 */
#if NDIS_SUPPORT_NDIS630

typedef struct _NDIS_ISOLATION_NAME {
    USHORT Length;
    WCHAR String[128];
} NDIS_ISOLATION_NAME, *PNDIS_ISOLATION_ID_NAME, *PNDIS_ROUTING_DOMAIN_NAME;

typedef NDIS_ISOLATION_NAME NDIS_ISOLATION_ID_NAME;

#define NDIS_ROUTING_DOMAIN_ISOLATION_ENTRY_REVISION_1          1
typedef struct _NDIS_ROUTING_DOMAIN_ISOLATION_ENTRY {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_ISOLATION_ID_NAME IsolationIdName;
    union {
        UINT32 VirtualSubnetId : 24;
        UINT32 VlanId : 12;
        UINT32 IsolationId;
    };
} NDIS_ROUTING_DOMAIN_ISOLATION_ENTRY, *PNDIS_ROUTING_DOMAIN_ISOLATION_ENTRY;
#define NDIS_SIZEOF_NDIS_ROUTING_DOMAIN_ISOLATION_ENTRY_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_ROUTING_DOMAIN_ISOLATION_ENTRY, IsolationId)

typedef GUID NDIS_ROUTING_DOMAIN_ID;
typedef NDIS_ISOLATION_NAME NDIS_ROUTING_DOMAIN_NAME;

#define NDIS_ROUTING_DOMAIN_ENTRY_REVISION_1                    1
typedef struct _NDIS_ROUTING_DOMAIN_ENTRY {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_ROUTING_DOMAIN_ID RoutingDomainId;
    NDIS_ROUTING_DOMAIN_NAME RoutingDomainName;
    ULONG NumIsolationEntries;
    ULONG FirstIsolationEntryOffset;
} NDIS_ROUTING_DOMAIN_ENTRY, *PNDIS_ROUTING_DOMAIN_ENTRY;
#define NDIS_SIZEOF_NDIS_ROUTING_DOMAIN_ENTRY_REVISION_1        RTL_SIZEOF_THROUGH_FIELD(NDIS_ROUTING_DOMAIN_ENTRY, FirstIsolationEntryOffset)

typedef enum _NDIS_ISOLATION_MODE {
    NdisIsolationModeNone,
    NdisIsolationModeNativeVirtualSubnet,
    NdisIsolationModeExternalVirtualSubnet,
    NdisIsolationModeVlan,
} NDIS_ISOLATION_MODE, *PNDIS_ISOLATION_MODE;

#define NDIS_ISOLATION_PARAMETERS_REVISION_1                    1
typedef struct _NDIS_ISOLATION_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_ISOLATION_MODE IsolationMode;
    BOOLEAN AllowUntaggedTraffic;
    ULONG NumRoutingDomainEntries;
    ULONG FirstRoutingDomainEntryOffset;
} NDIS_ISOLATION_PARAMETERS, *PNDIS_ISOLATION_PARAMETERS;
#define NDIS_SIZEOF_NDIS_ISOLATION_PARAMETERS_REVISION_1        RTL_SIZEOF_THROUGH_FIELD(NDIS_ISOLATION_PARAMETERS, FirstRoutingDomainEntryOffset)

#endif /* NDIS_SUPPORT_NDIS630 */

typedef enum _NDIS_PORT_CONTROL_STATE {
    NdisPortControlStateUnknown,
    NdisPortControlStateControlled,
    NdisPortControlStateUncontrolled,
} NDIS_PORT_CONTROL_STATE, *PNDIS_PORT_CONTROL_STATE;

typedef enum _NDIS_PORT_AUTHORIZATION_STATE {
    NdisPortAuthorizationUnknown,
    NdisPortAuthorized,
    NdisPortUnauthorized,
    NdisPortReauthorizing,
} NDIS_PORT_AUTHORIZATION_STATE, *PNDIS_PORT_AUTHORIZATION_STATE;

#define NDIS_PORT_STATE_REVISION_1                              1
typedef struct _NDIS_PORT_STATE {
    NDIS_OBJECT_HEADER Header;
    NDIS_MEDIA_CONNECT_STATE MediaConnectState;
    ULONG64 XmitLinkSpeed;
    ULONG64 RcvLinkSpeed;
    NET_IF_DIRECTION_TYPE Direction;
    NDIS_PORT_CONTROL_STATE SendControlState;
    NDIS_PORT_CONTROL_STATE RcvControlState;
    NDIS_PORT_AUTHORIZATION_STATE SendAuthorizationState;
    NDIS_PORT_AUTHORIZATION_STATE RcvAuthorizationState;
    ULONG Flags;
} NDIS_PORT_STATE, *PNDIS_PORT_STATE;
#define NDIS_SIZEOF_PORT_STATE_REVISION_1                       RTL_SIZEOF_THROUGH_FIELD(NDIS_PORT_STATE, Flags)

typedef enum _NDIS_PORT_TYPE {
    NdisPortTypeUndefined = 0,
    NdisPortTypeBridge = 1,
    NdisPortTypeRasConnection = 2,
    NdisPortType8021xSupplicant = 3,
#if NDIS_SUPPORT_NDIS630
    NdisPortTypeNdisImPlatform = 4,
#endif
    NdisPortTypeMax,
} NDIS_PORT_TYPE, *PNDIS_PORT_TYPE;

#define NDIS_PORT_CHARACTERISTICS_REVISION_1                    1
typedef struct _NDIS_PORT_CHARACTERISTICS {
    NDIS_OBJECT_HEADER Header;
    NDIS_PORT_NUMBER PortNumber;
    ULONG Flags;
    NDIS_PORT_TYPE Type;
    NDIS_MEDIA_CONNECT_STATE MediaConnectState;
    ULONG64 XmitLinkSpeed;
    ULONG64 RcvLinkSpeed;
    NET_IF_DIRECTION_TYPE Direction;
    NDIS_PORT_CONTROL_STATE SendControlState;
    NDIS_PORT_CONTROL_STATE RcvControlState;
    NDIS_PORT_AUTHORIZATION_STATE SendAuthorizationState;
    NDIS_PORT_AUTHORIZATION_STATE RcvAuthorizationState;
} NDIS_PORT_CHARACTERISTICS, *PNDIS_PORT_CHARACTERISTICS;
#define NDIS_SIZEOF_PORT_CHARACTERISTICS_REVISION_1             RTL_SIZEOF_THROUGH_FIELD(NDIS_PORT_CHARACTERISTICS, RcvAuthorizationState)

typedef struct _NDIS_PORT NDIS_PORT, *PNDIS_PORT;

struct _NDIS_PORT {
    PNDIS_PORT Next;
    PVOID NdisReserved;
    PVOID MiniportReserved;
    PVOID ProtocolReserved;
    NDIS_PORT_CHARACTERISTICS PortCharacteristics;
};

#define NDIS_PORT_ARRAY_REVISION_1                              1
typedef struct _NDIS_PORT_ARRAY {
    NDIS_OBJECT_HEADER Header;
    ULONG NumberOfPorts;
    ULONG OffsetFirstPort;
    ULONG ElementSize;
    NDIS_PORT_CHARACTERISTICS Ports[1];
} NDIS_PORT_ARRAY, *PNDIS_PORT_ARRAY;
#define NDIS_SIZEOF_PORT_ARRAY_REVISION_1                       RTL_SIZEOF_THROUGH_FIELD(NDIS_PORT_ARRAY, Ports)

#if NDIS_SUPPORT_NDIS650

#define NDIS_PD_CAPABILITIES_REVISION_1                         1
typedef struct DECLSPEC_ALIGN(8) _NDIS_PD_CAPABILITIES {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG MaximumTxPartialBufferCount;
    ULONG MaximumRxPartialBufferCount;
    UCHAR RxFilterContextWidth;
    ULONG CapabilityFlags;
    ULONG MaxNumberOfRxQueues;
    ULONG MaxNumberOfTxQueues;
    ULONG MaxNumberOfRxQueuesForDefaultVport;
    ULONG MaxNumberOfTxQueuesForDefaultVport;
    ULONG MaxNumberOfRxQueuesPerNonDefaultVport;
    ULONG MaxNumberOfTxQueuesPerNonDefaultVport;
    ULONG ExactMatchProfileArrayOffset;
    ULONG ExactMatchProfileArrayNumElements;
    ULONG ExactMatchProfileArrayElementSize;
    ULONG WildcardMatchProfileArrayOffset;
    ULONG WildcardMatchProfileArrayNumElements;
    ULONG WildcardMatchProfileArrayElementSize;
    ULONG MinimumModerationInterval;
    ULONG MaximumModerationInterval;
    ULONG ModerationIntervalGranularity;
    ULONG MaxRxQueueSize;
    ULONG MaxTxQueueSize;
} NDIS_PD_CAPABILITIES;
#define NDIS_SIZEOF_PD_CAPABILITIES_REVISION_1                  RTL_SIZEOF_THROUGH_FIELD(NDIS_PD_CAPABILITIES, MaxTxQueueSize)

#define NDIS_PD_CONFIG_REVISION_1                               1
typedef struct DECLSPEC_ALIGN(8) _NDIS_PD_CONFIG {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    BOOLEAN Enabled;
    ULONG CapabilitiesOffset;
    ULONG CapabilitiesSize;
} NDIS_PD_CONFIG;
#define NDIS_SIZEOF_PD_CONFIG_REVISION_1                        RTL_SIZEOF_THROUGH_FIELD(NDIS_PD_CONFIG, CapabilitiesSize)

#endif /* NDIS_SUPPORT_NDIS650 */
typedef IF_COUNTED_STRING NDIS_IF_COUNTED_STRING;
typedef IF_PHYSICAL_ADDRESS NDIS_IF_PHYSICAL_ADDRESS;
#if NDIS_SUPPORT_NDIS620
typedef NDIS_IF_COUNTED_STRING NDIS_QUEUE_NAME;
typedef NDIS_IF_COUNTED_STRING NDIS_VM_NAME;
typedef NDIS_IF_COUNTED_STRING NDIS_VM_FRIENDLYNAME;
typedef NDIS_IF_COUNTED_STRING NDIS_VENDOR_NAME;
#endif /* NDIS_SUPPORT_NDIS620 */

typedef enum _NDIS_MEDIUM {
    NdisMedium802_3,
    NdisMedium802_5,
    NdisMediumFddi,
    NdisMediumWan,
    NdisMediumLocalTalk,
    NdisMediumDix,
    NdisMediumArcnetRaw,
    NdisMediumArcnet878_2,
    NdisMediumAtm,
    NdisMediumWirelessWan,
    NdisMediumIrda,
    NdisMediumBpc,
    NdisMediumCoWan,
    NdisMedium1394,
    NdisMediumInfiniBand,
    NdisMediumTunnel,
    NdisMediumNative802_11,
    NdisMediumLoopback,
    NdisMediumWiMAX,
    NdisMediumIP,
    NdisMediumMax,
} NDIS_MEDIUM, *PNDIS_MEDIUM;

typedef enum _NDIS_REQUEST_TYPE {
    NdisRequestQueryInformation,
    NdisRequestSetInformation,
    NdisRequestQueryStatistics,
    NdisRequestOpen,
    NdisRequestClose,
    NdisRequestSend,
    NdisRequestTransferData,
    NdisRequestReset,
    NdisRequestGeneric1,
    NdisRequestGeneric2,
    NdisRequestGeneric3,
    NdisRequestGeneric4,
    NdisRequestMethod,
} NDIS_REQUEST_TYPE, *PNDIS_REQUEST_TYPE;

typedef int *PNDIS_STATUS;
#if NDIS_SUPPORT_NDIS620

typedef enum _NDIS_FRAME_HEADER {
    NdisFrameHeaderUndefined,
    NdisFrameHeaderMac,
    NdisFrameHeaderArp,
    NdisFrameHeaderIPv4,
    NdisFrameHeaderIPv6,
    NdisFrameHeaderUdp,
    NdisFrameHeaderMaximum,
} NDIS_FRAME_HEADER, *PNDIS_FRAME_HEADER;

#endif /* NDIS_SUPPORT_NDIS620 */

typedef enum _NDIS_HARDWARE_STATUS {
    NdisHardwareStatusReady,
    NdisHardwareStatusInitializing,
    NdisHardwareStatusReset,
    NdisHardwareStatusClosing,
    NdisHardwareStatusNotReady,
} NDIS_HARDWARE_STATUS, *PNDIS_HARDWARE_STATUS;

#if NDIS_SUPPORT_NDIS620

typedef enum _NDIS_MAC_PACKET_TYPE {
    NdisMacPacketTypeUndefined,
    NdisMacPacketTypeUnicast,
    NdisMacPacketTypeMulticast,
    NdisMacPacketTypeBroadcast,
    NdisMacPacketTypeMaximum,
} NDIS_MAC_PACKET_TYPE, *PNDIS_MAC_PACKET_TYPE;

#endif /* NDIS_SUPPORT_NDIS620 */

typedef enum _NDIS_MEDIA_STATE {
    NdisMediaStateConnected,
    NdisMediaStateDisconnected,
} NDIS_MEDIA_STATE, *PNDIS_MEDIA_STATE;

typedef enum _NDIS_NETWORK_CHANGE_TYPE {
    NdisPossibleNetworkChange = 1,
    NdisDefinitelyNetworkChange,
    NdisNetworkChangeFromMediaConnect,
    NdisNetworkChangeMax,
} NDIS_NETWORK_CHANGE_TYPE, *PNDIS_NETWORK_CHANGE_TYPE;

typedef enum _NDIS_PHYSICAL_MEDIUM {
    NdisPhysicalMediumUnspecified,
    NdisPhysicalMediumWirelessLan,
    NdisPhysicalMediumCableModem,
    NdisPhysicalMediumPhoneLine,
    NdisPhysicalMediumPowerLine,
    NdisPhysicalMediumDSL,
    NdisPhysicalMediumFibreChannel,
    NdisPhysicalMedium1394,
    NdisPhysicalMediumWirelessWan,
    NdisPhysicalMediumNative802_11,
    NdisPhysicalMediumBluetooth,
    NdisPhysicalMediumInfiniband,
    NdisPhysicalMediumWiMax,
    NdisPhysicalMediumUWB,
    NdisPhysicalMedium802_3,
    NdisPhysicalMedium802_5,
    NdisPhysicalMediumIrda,
    NdisPhysicalMediumWiredWAN,
    NdisPhysicalMediumWiredCoWan,
    NdisPhysicalMediumOther,
    NdisPhysicalMediumNative802_15_4,
    NdisPhysicalMediumMax,
} NDIS_PHYSICAL_MEDIUM, *PNDIS_PHYSICAL_MEDIUM;

typedef NDIS_PORT_CONTROL_STATE NDIS_PORT_CONTROLL_STATE;
typedef IF_COUNTED_STRING *PNDIS_IF_COUNTED_STRING;
typedef IF_PHYSICAL_ADDRESS *PNDIS_IF_PHYSICAL_ADDRESS;
typedef NET_IF_MEDIA_CONNECT_STATE *PNDIS_MEDIA_CONNECT_STATE;
typedef NET_IF_MEDIA_DUPLEX_STATE *PNDIS_MEDIA_DUPLEX_STATE;
typedef ULONG *PNDIS_OID;
typedef PNDIS_PORT_CONTROL_STATE PNDIS_PORT_CONTROLL_STATE;
typedef ULONG *PNDIS_PORT_NUMBER;
#if NDIS_SUPPORT_NDIS620
typedef NDIS_IF_COUNTED_STRING *PNDIS_QUEUE_NAME;
#endif /* NDIS_SUPPORT_NDIS620 */
#if NDIS_SUPPORT_NDIS630
typedef GUID *PNDIS_ROUTING_DOMAIN_ID;
#endif /* NDIS_SUPPORT_NDIS630 */
typedef __unaligned NDIS_STATISTICS_VALUE *PNDIS_STATISTICS_VALUE;
typedef __unaligned NDIS_STATISTICS_VALUE_EX *PNDIS_STATISTICS_VALUE_EX;
#if NDIS_SUPPORT_NDIS620
typedef NDIS_IF_COUNTED_STRING *PNDIS_VENDOR_NAME;
typedef NDIS_IF_COUNTED_STRING *PNDIS_VM_FRIENDLYNAME;
typedef NDIS_IF_COUNTED_STRING *PNDIS_VM_NAME;
#endif /* NDIS_SUPPORT_NDIS620 */

typedef enum _UDP_ENCAP_TYPE {
    OFFLOAD_IPSEC_UDPESP_ENCAPTYPE_IKE,
    OFFLOAD_IPSEC_UDPESP_ENCAPTYPE_OTHER,
} UDP_ENCAP_TYPE, *PUDP_ENCAP_TYPE;

#endif
