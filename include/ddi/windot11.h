/* windot11.h: native 802.11 types and structures. */
#ifndef FLUE_DDI_WINDOT11_H
#define FLUE_DDI_WINDOT11_H

#include <wlantypes.h>
#include <ntddndis.h>

#define DOT11_HESSID_LENGTH                                     6
#define DOT11_RATE_SET_MAX_LENGTH                               126
#define DOT11_WFD_SERVICE_NAME_MAX_LENGTH                       255
#define DOT11_WFD_APS2_SERVICE_TYPE_MAX_LENGTH                  21
#define DOT11_WFD_ASP2_INSTANCE_NAME_MAX_LENGTH                 63
#define DOT11_WFD_SERVICE_INFORMATION_MAX_LENGTH                0x0000FFFF
#define DOT11_MAX_REQUESTED_SERVICE_INFORMATION_LENGTH          255
#define DOT11_WFD_SESSION_INFO_MAX_LENGTH                       144
#define NDIS_PACKET_TYPE_MEDIA_SPECIFIC_MASK                    0x0FFF0000
#define NDIS_PACKET_TYPE_802_11_DIRECTED_DATA                   1
#define NDIS_PACKET_TYPE_802_11_BROADCAST_DATA                  8
#define NDIS_PACKET_TYPE_802_11_MULTICAST_DATA                  2
#define NDIS_PACKET_TYPE_802_11_ALL_MULTICAST_DATA              4
#define NDIS_PACKET_TYPE_802_11_PROMISCUOUS_DATA                0x20
#define NDIS_PACKET_TYPE_802_11_RAW_DATA                        0x00010000
#define NDIS_PACKET_TYPE_802_11_DIRECTED_MGMT                   0x00020000
#define NDIS_PACKET_TYPE_802_11_BROADCAST_MGMT                  0x00040000
#define NDIS_PACKET_TYPE_802_11_MULTICAST_MGMT                  0x00080000
#define NDIS_PACKET_TYPE_802_11_ALL_MULTICAST_MGMT              0x00100000
#define NDIS_PACKET_TYPE_802_11_PROMISCUOUS_MGMT                0x00200000
#define NDIS_PACKET_TYPE_802_11_RAW_MGMT                        0x00400000
#define NDIS_PACKET_TYPE_802_11_DIRECTED_CTRL                   0x00800000
#define NDIS_PACKET_TYPE_802_11_BROADCAST_CTRL                  0x01000000
#define NDIS_PACKET_TYPE_802_11_PROMISCUOUS_CTRL                0x02000000
#define NDIS_PACKET_TYPE_ALL_802_11_FILTERS                     0x03FF002F
#define DOT11_MAX_PDU_SIZE                                      0x0000092A
#define DOT11_MIN_PDU_SIZE                                      0x00000100
#define DOT11_MAX_NUM_DEFAULT_KEY                               4
#define DOT11_MAX_NUM_DEFAULT_KEY_MFP                           6
#define NWF_MANDATORY_OID                                       1
#define NWF_OPTIONAL_OID                                        2
#define NWF_OPERATIONAL_OID                                     1
#define NWF_STATISTICS_OID                                      2
#define DOT11_HW_WEP_SUPPORTED_TX                               1
#define DOT11_HW_WEP_SUPPORTED_RX                               2
#define DOT11_HW_FRAGMENTATION_SUPPORTED                        4
#define DOT11_HW_DEFRAGMENTATION_SUPPORTED                      8
#define DOT11_HW_MSDU_AUTH_SUPPORTED_TX                         0x10
#define DOT11_HW_MSDU_AUTH_SUPPORTED_RX                         0x20
#define DOT11_CONF_ALGO_WEP_RC4                                 1
#define DOT11_CONF_ALGO_TKIP                                    2
#define DOT11_AUTH_ALGO_MICHAEL                                 1
#define DOT11_OPERATION_MODE_UNKNOWN                            0
#define DOT11_OPERATION_MODE_STATION                            1
#define DOT11_OPERATION_MODE_AP                                 2
#define DOT11_OPERATION_MODE_EXTENSIBLE_STATION                 4
#define DOT11_OPERATION_MODE_EXTENSIBLE_AP                      8
#define DOT11_OPERATION_MODE_WFD_DEVICE                         0x10
#define DOT11_OPERATION_MODE_WFD_GROUP_OWNER                    0x20
#define DOT11_OPERATION_MODE_WFD_CLIENT                         0x40
#define DOT11_OPERATION_MODE_MANUFACTURING                      0x40000000
#define DOT11_OPERATION_MODE_NETWORK_MONITOR                    0x80000000
#define DOT11_PACKET_TYPE_DIRECTED_CTRL                         1
#define DOT11_PACKET_TYPE_DIRECTED_MGMT                         2
#define DOT11_PACKET_TYPE_DIRECTED_DATA                         4
#define DOT11_PACKET_TYPE_MULTICAST_CTRL                        8
#define DOT11_PACKET_TYPE_MULTICAST_MGMT                        0x10
#define DOT11_PACKET_TYPE_MULTICAST_DATA                        0x20
#define DOT11_PACKET_TYPE_BROADCAST_CTRL                        0x40
#define DOT11_PACKET_TYPE_BROADCAST_MGMT                        0x80
#define DOT11_PACKET_TYPE_BROADCAST_DATA                        0x00000100
#define DOT11_PACKET_TYPE_PROMISCUOUS_CTRL                      0x00000200
#define DOT11_PACKET_TYPE_PROMISCUOUS_MGMT                      0x00000400
#define DOT11_PACKET_TYPE_PROMISCUOUS_DATA                      0x00000800
#define DOT11_PACKET_TYPE_ALL_MULTICAST_CTRL                    0x00001000
#define DOT11_PACKET_TYPE_ALL_MULTICAST_MGMT                    0x00002000
#define DOT11_PACKET_TYPE_ALL_MULTICAST_DATA                    0x00004000
#define DOT11_PACKET_TYPE_RESERVED                              ((LONG)0xFFFF8000)
#define DOT11_CAPABILITY_INFO_ESS                               1
#define DOT11_CAPABILITY_INFO_IBSS                              2
#define DOT11_CAPABILITY_INFO_CF_POLLABLE                       4
#define DOT11_CAPABILITY_INFO_CF_POLL_REQ                       8
#define DOT11_CAPABILITY_INFO_PRIVACY                           0x10
#define DOT11_CAPABILITY_SHORT_PREAMBLE                         0x20
#define DOT11_CAPABILITY_PBCC                                   0x40
#define DOT11_CAPABILITY_CHANNEL_AGILITY                        0x80
#define DOT11_CAPABILITY_SHORT_SLOT_TIME                        0x00000400
#define DOT11_CAPABILITY_DSSSOFDM                               0x00002000
#define DOT11_POWER_SAVE_LEVEL_MAX_PSP                          1
#define DOT11_POWER_SAVE_LEVEL_FAST_PSP                         2
#define DOT11_REG_DOMAIN_OTHER                                  0
#define DOT11_REG_DOMAIN_FCC                                    0x10
#define DOT11_REG_DOMAIN_DOC                                    0x20
#define DOT11_REG_DOMAIN_ETSI                                   48
#define DOT11_REG_DOMAIN_SPAIN                                  49
#define DOT11_REG_DOMAIN_FRANCE                                 50
#define DOT11_REG_DOMAIN_MKK                                    0x40
#define DOT11_CCA_MODE_ED_ONLY                                  1
#define DOT11_CCA_MODE_CS_ONLY                                  2
#define DOT11_CCA_MODE_ED_and_CS                                4
#define DOT11_CCA_MODE_CS_WITH_TIMER                            8
#define DOT11_CCA_MODE_HRCS_AND_ED                              0x10
#define MAX_NUM_SUPPORTED_RATES                                 8
#define MAX_NUM_SUPPORTED_RATES_V2                              255
#define DOT11_FREQUENCY_BANDS_LOWER                             1
#define DOT11_FREQUENCY_BANDS_MIDDLE                            2
#define DOT11_FREQUENCY_BANDS_UPPER                             4
#define DOT11_HR_CCA_MODE_ED_ONLY                               1
#define DOT11_HR_CCA_MODE_CS_ONLY                               2
#define DOT11_HR_CCA_MODE_CS_AND_ED                             4
#define DOT11_HR_CCA_MODE_CS_WITH_TIMER                         8
#define DOT11_HR_CCA_MODE_HRCS_AND_ED                           0x10
#define DOT11_PHY_AUTO_CONFIG_ENABLED_FLAG                      1
#define DOT11_MAC_AUTO_CONFIG_ENABLED_FLAG                      2
#define DOT11_POWER_SAVING_NO_POWER_SAVING                      0
#define DOT11_POWER_SAVING_FAST_PSP                             8
#define DOT11_POWER_SAVING_MAX_PSP                              0x10
#define DOT11_POWER_SAVING_MAXIMUM_LEVEL                        24
#define DOT11_STATISTICS_UNKNOWN                                0xFFFFFFFFFFFFFFFFULL
#define DOT11_EXEMPT_NO_EXEMPTION                               0
#define DOT11_EXEMPT_ALWAYS                                     1
#define DOT11_EXEMPT_ON_KEY_MAPPING_KEY_UNAVAILABLE             2
#define DOT11_EXEMPT_UNICAST                                    1
#define DOT11_EXEMPT_MULTICAST                                  2
#define DOT11_EXEMPT_BOTH                                       3
#define DOT11_PHY_ID_ANY                                        0xFFFFFFFF
#define DOT11_DATA_RATE_NON_STANDARD                            1
#define DOT11_DATA_RATE_INDEX_MASK                              0x0000007F
#define DOT11_QOS_PROTOCOL_FLAG_WMM                             1
#define DOT11_QOS_PROTOCOL_FLAG_11E                             2
#define DOT11_MAX_NUM_OF_FRAGMENTS                              0x10
#define DOT11_PRIORITY_CONTENTION                               0
#define DOT11_PRIORITY_CONTENTION_FREE                          1
#define DOT11_SERVICE_CLASS_REORDERABLE_MULTICAST               0
#define DOT11_SERVICE_CLASS_STRICTLY_ORDERED                    1
#define DOT11_FLAGS_80211B_SHORT_PREAMBLE                       1
#define DOT11_FLAGS_80211B_PBCC                                 2
#define DOT11_FLAGS_80211B_CHANNEL_AGILITY                      4
#define DOT11_FLAGS_PS_ON                                       8
#define DOT11_FLAGS_80211G_DSSS_OFDM                            0x10
#define DOT11_FLAGS_80211G_USE_PROTECTION                       0x20
#define DOT11_FLAGS_80211G_NON_ERP_PRESENT                      0x40
#define DOT11_FLAGS_80211G_BARKER_PREAMBLE_MODE                 0x80
#define DOT11_WME_PACKET                                        0x00000100
#define DOT11_EXTSTA_ATTRIBUTES_SAFEMODE_OID_SUPPORTED          1
#define DOT11_EXTSTA_ATTRIBUTES_SAFEMODE_CERTIFIED              2
#define DOT11_EXTSTA_ATTRIBUTES_SAFEMODE_RESERVED               12
#define DOT11_SEND_CONTEXT_SIZE                                 ((ULONGLONG)80)
#define DOT11_RECV_CONTEXT_SIZE                                 ((ULONGLONG)96)
#define DOT11_STATUS_SUCCESS                                    1
#define DOT11_STATUS_RETRY_LIMIT_EXCEEDED                       2
#define DOT11_STATUS_UNSUPPORTED_PRIORITY                       4
#define DOT11_STATUS_UNSUPPORTED_SERVICE_CLASS                  8
#define DOT11_STATUS_UNAVAILABLE_PRIORITY                       0x10
#define DOT11_STATUS_UNAVAILABLE_SERVICE_CLASS                  0x20
#define DOT11_STATUS_XMIT_MSDU_TIMER_EXPIRED                    0x40
#define DOT11_STATUS_UNAVAILABLE_BSS                            0x80
#define DOT11_STATUS_EXCESSIVE_DATA_LENGTH                      0x00000100
#define DOT11_STATUS_ENCRYPTION_FAILED                          0x00000200
#define DOT11_STATUS_WEP_KEY_UNAVAILABLE                        0x00000400
#define DOT11_STATUS_ICV_VERIFIED                               0x00000800
#define DOT11_STATUS_PACKET_REASSEMBLED                         0x00001000
#define DOT11_STATUS_PACKET_NOT_REASSEMBLED                     0x00002000
#define DOT11_STATUS_GENERATE_AUTH_FAILED                       0x00004000
#define DOT11_STATUS_AUTH_NOT_VERIFIED                          0x00008000
#define DOT11_STATUS_AUTH_VERIFIED                              0x00010000
#define DOT11_STATUS_AUTH_FAILED                                0x00020000
#define DOT11_STATUS_PS_LIFETIME_EXPIRED                        0x00040000
#define DOT11_STATUS_RESET_CONFIRM                              4
#define DOT11_STATUS_SCAN_CONFIRM                               1
#define DOT11_STATUS_JOIN_CONFIRM                               2
#define DOT11_STATUS_START_CONFIRM                              3
#define DOT11_STATUS_AP_JOIN_CONFIRM                            5
#define DOT11_STATUS_MPDU_MAX_LENGTH_CHANGED                    6
#define DOT11_ENCAP_RFC_1042                                    1
#define DOT11_ENCAP_802_1H                                      2
#define DOT11_ASSOC_STATUS_SUCCESS                              0
#define DOT11_ASSOC_STATUS_FAILURE                              1
#define DOT11_ASSOC_STATUS_UNREACHABLE                          2
#define DOT11_ASSOC_STATUS_RADIO_OFF                            3
#define DOT11_ASSOC_STATUS_PHY_DISABLED                         4
#define DOT11_ASSOC_STATUS_CANCELLED                            5
#define DOT11_ASSOC_STATUS_CANDIDATE_LIST_EXHAUSTED             6
#define DOT11_ASSOC_STATUS_DISASSOCIATED_BY_OS                  7
#define DOT11_ASSOC_STATUS_DISASSOCIATED_BY_ROAMING             8
#define DOT11_ASSOC_STATUS_DISASSOCIATED_BY_RESET               9
#define DOT11_ASSOC_STATUS_SYSTEM_ERROR                         10
#define DOT11_ASSOC_STATUS_ROAMING_BETTER_AP_FOUND              11
#define DOT11_ASSOC_STATUS_ROAMING_ASSOCIATION_LOST             12
#define DOT11_ASSOC_STATUS_ROAMING_ADHOC                        13
#define DOT11_ASSOC_STATUS_PEER_DEAUTHENTICATED                 0x00010000
#define DOT11_ASSOC_STATUS_PEER_DEAUTHENTICATED_START           0x00010000
#define DOT11_ASSOC_STATUS_PEER_DEAUTHENTICATED_END             0x0001FFFF
#define DOT11_ASSOC_STATUS_PEER_DISASSOCIATED                   0x00020000
#define DOT11_ASSOC_STATUS_PEER_DISASSOCIATED_START             0x00020000
#define DOT11_ASSOC_STATUS_PEER_DISASSOCIATED_END               0x0002FFFF
#define DOT11_ASSOC_STATUS_ASSOCIATION_RESPONSE                 0x00030000
#define DOT11_ASSOC_STATUS_ASSOCIATION_RESPONSE_START           0x00030000
#define DOT11_ASSOC_STATUS_ASSOCIATION_RESPONSE_END             0x0003FFFF
#define DOT11_ASSOC_STATUS_REASON_CODE_MASK                     0x0000FFFF
#define DOT11_ASSOC_STATUS_IHV_START                            0x80000000
#define DOT11_ASSOC_STATUS_IHV_END                              0xFFFFFFFF
#define DOT11_CONNECTION_STATUS_SUCCESS                         0
#define DOT11_CONNECTION_STATUS_FAILURE                         1
#define DOT11_CONNECTION_STATUS_CANDIDATE_LIST_EXHAUSTED        6
#define DOT11_CONNECTION_STATUS_PHY_POWER_DOWN                  3
#define DOT11_CONNECTION_STATUS_CANCELLED                       5
#define DOT11_CONNECTION_STATUS_IHV_START                       0x80000000
#define DOT11_CONNECTION_STATUS_IHV_END                         0xFFFFFFFF
#define DOT11_ROAMING_REASON_BETTER_AP_FOUND                    11
#define DOT11_ROAMING_REASON_ASSOCIATION_LOST                   12
#define DOT11_ROAMING_REASON_ADHOC                              13
#define DOT11_ROAMING_REASON_IHV_START                          0x80000000
#define DOT11_ROAMING_REASON_IHV_END                            0xFFFFFFFF
#define DOT11_DISASSOC_REASON_OS                                7
#define DOT11_DISASSOC_REASON_PEER_UNREACHABLE                  2
#define DOT11_DISASSOC_REASON_PEER_DEAUTHENTICATED              0x00010000
#define DOT11_DISASSOC_REASON_PEER_DISASSOCIATED                0x00020000
#define DOT11_DISASSOC_REASON_RADIO_OFF                         3
#define DOT11_DISASSOC_REASON_PHY_DISABLED                      4
#define DOT11_DISASSOC_REASON_IHV_START                         0x80000000
#define DOT11_DISASSOC_REASON_IHV_END                           0xFFFFFFFF
#define DOT11_PMKID_CANDIDATE_PREAUTH_ENABLED                   1
#define DOT11_RECV_FLAG_RAW_PACKET                              1
#define DOT11_RECV_FLAG_RAW_PACKET_FCS_FAILURE                  2
#define DOT11_RECV_FLAG_RAW_PACKET_TIMESTAMP                    4
#define DOT11_ASSOC_ERROR_SOURCE_OS                             0
#define DOT11_ASSOC_ERROR_SOURCE_REMOTE                         1
#define DOT11_ASSOC_ERROR_SOURCE_OTHER                          255
#define DOT11_STOP_AP_REASON_FREQUENCY_NOT_AVAILABLE            1
#define DOT11_STOP_AP_REASON_CHANNEL_NOT_AVAILABLE              2
#define DOT11_STOP_AP_REASON_AP_ACTIVE                          3
#define DOT11_STOP_AP_REASON_IHV_START                          0xFF000000
#define DOT11_STOP_AP_REASON_IHV_END                            0xFFFFFFFF
#define DOT11_CAN_SUSTAIN_AP_REASON_IHV_START                   0xFF000000
#define DOT11_CAN_SUSTAIN_AP_REASON_IHV_END                     0xFFFFFFFF
#define NWF_EXTAP_OID                                           3
#define NWF_VWIFI_OID                                           4
#define DOT11_WFD_STATUS_SUCCESS                                0
#define DOT11_WFD_STATUS_FAILED_INFORMATION_IS_UNAVAILABLE      1
#define DOT11_WFD_STATUS_FAILED_INCOMPATIBLE_PARAMETERS         2
#define DOT11_WFD_STATUS_FAILED_LIMIT_REACHED                   3
#define DOT11_WFD_STATUS_FAILED_INVALID_PARAMETERS              4
#define DOT11_WFD_STATUS_FAILED_UNABLE_TO_ACCOMODATE_REQUEST    5
#define DOT11_WFD_STATUS_FAILED_PREVIOUS_PROTOCOL_ERROR         6
#define DOT11_WFD_STATUS_FAILED_NO_COMMON_CHANNELS              7
#define DOT11_WFD_STATUS_FAILED_UNKNOWN_WFD_GROUP               8
#define DOT11_WFD_STATUS_FAILED_MATCHING_MAX_INTENT             9
#define DOT11_WFD_STATUS_FAILED_INCOMPATIBLE_PROVISIONING_METHOD 10
#define DOT11_WFD_STATUS_FAILED_REJECTED_BY_USER                11
#define DOT11_WFD_STATUS_SUCCESS_ACCEPTED_BY_USER               12
#define DOT11_WFD_MINOR_REASON_SUCCESS                          0
#define DOT11_WFD_MINOR_REASON_DISASSOCIATED_FROM_WLAN_CROSS_CONNECTION_POLICY 1
#define DOT11_WFD_MINOR_REASON_DISASSOCIATED_NOT_MANAGED_INFRASTRUCTURE_CAPABLE 2
#define DOT11_WFD_MINOR_REASON_DISASSOCIATED_WFD_COEXISTENCE_POLICY 3
#define DOT11_WFD_MINOR_REASON_DISASSOCIATED_INFRASTRUCTURE_MANAGED_POLICY 4
#define DOT11_WPS_VERSION_1_0                                   1
#define DOT11_WPS_VERSION_2_0                                   2
#define DOT11_WFD_DEVICE_CAPABILITY_SERVICE_DISCOVERY           1
#define DOT11_WFD_DEVICE_CAPABILITY_P2P_CLIENT_DISCOVERABILITY  2
#define DOT11_WFD_DEVICE_CAPABILITY_CONCURRENT_OPERATION        4
#define DOT11_WFD_DEVICE_CAPABILITY_P2P_INFRASTRUCTURE_MANAGED  8
#define DOT11_WFD_DEVICE_CAPABILITY_P2P_DEVICE_LIMIT            0x10
#define DOT11_WFD_DEVICE_CAPABILITY_P2P_INVITATION_PROCEDURE    0x20
#define DOT11_WFD_DEVICE_CAPABILITY_RESERVED_6                  0x40
#define DOT11_WFD_DEVICE_CAPABILITY_RESERVED_7                  0x80
#define DOT11_WFD_GROUP_CAPABILITY_NONE                         0
#define DOT11_WFD_GROUP_CAPABILITY_GROUP_OWNER                  1
#define DOT11_WFD_GROUP_CAPABILITY_PERSISTENT_GROUP             2
#define DOT11_WFD_GROUP_CAPABILITY_GROUP_LIMIT_REACHED          4
#define DOT11_WFD_GROUP_CAPABILITY_INTRABSS_DISTRIBUTION_SUPPORTED 8
#define DOT11_WFD_GROUP_CAPABILITY_CROSS_CONNECTION_SUPPORTED   0x10
#define DOT11_WFD_GROUP_CAPABILITY_PERSISTENT_RECONNECT_SUPPORTED 0x20
#define DOT11_WFD_GROUP_CAPABILITY_IN_GROUP_FORMATION           0x40
#define DOT11_WFD_GROUP_CAPABILITY_RESERVED_7                   0x80
#define DOT11_WFD_GROUP_CAPABILITY_EAPOL_KEY_IP_ADDRESS_ALLOCATION_SUPPORTED 0x80
#define DOT11_WPS_DEVICE_NAME_MAX_LENGTH                        0x20
#define DOT11_WPS_MAX_PASSKEY_LENGTH                            8
#define DOT11_WPS_MAX_MODEL_NAME_LENGTH                         0x20
#define DOT11_WPS_MAX_MODEL_NUMBER_LENGTH                       0x20
#define WFDSVC_CONNECTION_CAPABILITY_NEW                        1
#define WFDSVC_CONNECTION_CAPABILITY_CLIENT                     2
#define WFDSVC_CONNECTION_CAPABILITY_GO                         4
#define DOT11_WFD_DISCOVER_COMPLETE_MAX_LIST_SIZE               0x80
#define NWF_WFD_DEVICE_OID                                      5
#define NWF_WFD_ROLE_OID                                        6
#define DISCOVERY_FILTER_BITMASK_DEVICE                         1
#define DISCOVERY_FILTER_BITMASK_GO                             2
#define DISCOVERY_FILTER_BITMASK_ANY                            15
#define DOT11_WFD_DEVICE_NOT_DISCOVERABLE                       0
#define DOT11_WFD_DEVICE_AUTO_AVAILABILITY                      0x10
#define DOT11_WFD_DEVICE_HIGH_AVAILABILITY                      24
#define NWF_POWER_SAVE_OID                                      7
#define DOT11_MAX_CHANNEL_HINTS                                 4
#define DOT11_INVALID_CHANNEL_NUMBER                            0
#define DOT11_NLO_FLAG_STOP_NLO_INDICATION                      1
#define DOT11_NLO_FLAG_SCAN_ON_AOAC_PLATFORM                    2
#define DOT11_NLO_FLAG_SCAN_AT_SYSTEM_RESUME                    4
#define NWF_MANUFACTURING_OID                                   8
#define DOT11_SSID_MAX_LENGTH                                   0x20
#define DOT11_AUTH_ALGORITHM_OPEN_SYSTEM                        1
#define DOT11_AUTH_ALGORITHM_SHARED_KEY                         2
#define DOT11_AUTH_ALGORITHM_WPA                                3
#define DOT11_AUTH_ALGORITHM_WPA_PSK                            4
#define DOT11_AUTH_ALGORITHM_WPA_NONE                           5
#define DOT11_AUTH_ALGORITHM_RSNA                               6
#define DOT11_AUTH_ALGORITHM_RSNA_PSK                           7
#define DOT11_OI_MAX_LENGTH                                     5
#define DOT11_OI_MIN_LENGTH                                     3

typedef ULONG DOT11_ASSOC_STATUS;
typedef UCHAR DOT11_DIALOG_TOKEN;
typedef UCHAR DOT11_WFD_GROUP_CAPABILITY;
typedef UCHAR DOT11_WFD_MINOR_REASON_CODE;
typedef UCHAR DOT11_WFD_STATUS_CODE;
typedef UCHAR DOT11_MAC_ADDRESS[6];

#define DOT11_BSSID_LIST_REVISION_1                             1
typedef struct DOT11_BSSID_LIST {
    NDIS_OBJECT_HEADER Header;
    ULONG uNumOfEntries;
    ULONG uTotalNumOfEntries;
    DOT11_MAC_ADDRESS BSSIDs[1];
} DOT11_BSSID_LIST, *PDOT11_BSSID_LIST;

typedef struct _DOT11_RATE_SET {
    ULONG uRateSetLength;
    UCHAR ucRateSet[126];
} DOT11_RATE_SET, *PDOT11_RATE_SET;

typedef struct _DOT11_WFD_SESSION_INFO {
    USHORT uSessionInfoLength;
    UCHAR ucSessionInfo[144];
} DOT11_WFD_SESSION_INFO, *PDOT11_WFD_SESSION_INFO;

typedef struct _DOT11_OFFLOAD_CAPABILITY {
    ULONG uReserved;
    ULONG uFlags;
    ULONG uSupportedWEPAlgorithms;
    ULONG uNumOfReplayWindows;
    ULONG uMaxWEPKeyMappingLength;
    ULONG uSupportedAuthAlgorithms;
    ULONG uMaxAuthKeyMappingLength;
} DOT11_OFFLOAD_CAPABILITY, *PDOT11_OFFLOAD_CAPABILITY;

typedef struct _DOT11_CURRENT_OFFLOAD_CAPABILITY {
    ULONG uReserved;
    ULONG uFlags;
} DOT11_CURRENT_OFFLOAD_CAPABILITY, *PDOT11_CURRENT_OFFLOAD_CAPABILITY;

typedef struct _DOT11_IV48_COUNTER {
    ULONG uIV32Counter;
    USHORT usIV16Counter;
} DOT11_IV48_COUNTER, *PDOT11_IV48_COUNTER;

typedef enum _DOT11_OFFLOAD_TYPE {
    dot11_offload_type_wep = 1,
    dot11_offload_type_auth,
} DOT11_OFFLOAD_TYPE, *PDOT11_OFFLOAD_TYPE;

typedef struct _DOT11_WEP_OFFLOAD {
    ULONG uReserved;
    HANDLE hOffloadContext;
    HANDLE hOffload;
    DOT11_OFFLOAD_TYPE dot11OffloadType;
    ULONG dwAlgorithm;
    BOOLEAN bRowIsOutbound;
    BOOLEAN bUseDefault;
    ULONG uFlags;
    UCHAR ucMacAddress[6];
    ULONG uNumOfRWsOnPeer;
    ULONG uNumOfRWsOnMe;
    DOT11_IV48_COUNTER dot11IV48Counters[16];
    USHORT usDot11RWBitMaps[16];
    USHORT usKeyLength;
    UCHAR ucKey[1];
} DOT11_WEP_OFFLOAD, *PDOT11_WEP_OFFLOAD;

typedef struct _DOT11_WEP_UPLOAD {
    ULONG uReserved;
    DOT11_OFFLOAD_TYPE dot11OffloadType;
    HANDLE hOffload;
    ULONG uNumOfRWsUsed;
    DOT11_IV48_COUNTER dot11IV48Counters[16];
    USHORT usDot11RWBitMaps[16];
} DOT11_WEP_UPLOAD, *PDOT11_WEP_UPLOAD;

typedef enum _DOT11_KEY_DIRECTION {
    dot11_key_direction_both = 1,
    dot11_key_direction_inbound,
    dot11_key_direction_outbound,
} DOT11_KEY_DIRECTION, *PDOT11_KEY_DIRECTION;

typedef struct _DOT11_DEFAULT_WEP_OFFLOAD {
    ULONG uReserved;
    HANDLE hOffloadContext;
    HANDLE hOffload;
    ULONG dwIndex;
    DOT11_OFFLOAD_TYPE dot11OffloadType;
    ULONG dwAlgorithm;
    ULONG uFlags;
    DOT11_KEY_DIRECTION dot11KeyDirection;
    UCHAR ucMacAddress[6];
    ULONG uNumOfRWsOnMe;
    DOT11_IV48_COUNTER dot11IV48Counters[16];
    USHORT usDot11RWBitMaps[16];
    USHORT usKeyLength;
    UCHAR ucKey[1];
} DOT11_DEFAULT_WEP_OFFLOAD, *PDOT11_DEFAULT_WEP_OFFLOAD;

typedef struct _DOT11_DEFAULT_WEP_UPLOAD {
    ULONG uReserved;
    DOT11_OFFLOAD_TYPE dot11OffloadType;
    HANDLE hOffload;
    ULONG uNumOfRWsUsed;
    DOT11_IV48_COUNTER dot11IV48Counters[16];
    USHORT usDot11RWBitMaps[16];
} DOT11_DEFAULT_WEP_UPLOAD, *PDOT11_DEFAULT_WEP_UPLOAD;

typedef struct _DOT11_OPERATION_MODE_CAPABILITY {
    ULONG uReserved;
    ULONG uMajorVersion;
    ULONG uMinorVersion;
    ULONG uNumOfTXBuffers;
    ULONG uNumOfRXBuffers;
    ULONG uOpModeCapability;
} DOT11_OPERATION_MODE_CAPABILITY, *PDOT11_OPERATION_MODE_CAPABILITY;

typedef struct _DOT11_CURRENT_OPERATION_MODE {
    ULONG uReserved;
    ULONG uCurrentOpMode;
} DOT11_CURRENT_OPERATION_MODE, *PDOT11_CURRENT_OPERATION_MODE;

typedef enum _DOT11_SCAN_TYPE {
    dot11_scan_type_active = 1,
    dot11_scan_type_passive,
    dot11_scan_type_auto,
    dot11_scan_type_forced = -2147483648,
} DOT11_SCAN_TYPE, *PDOT11_SCAN_TYPE;

typedef struct _DOT11_SCAN_REQUEST {
    DOT11_BSS_TYPE dot11BSSType;
    DOT11_MAC_ADDRESS dot11BSSID;
    DOT11_SSID dot11SSID;
    DOT11_SCAN_TYPE dot11ScanType;
    BOOLEAN bRestrictedScan;
    BOOLEAN bUseRequestIE;
    ULONG uRequestIDsOffset;
    ULONG uNumOfRequestIDs;
    ULONG uPhyTypesOffset;
    ULONG uNumOfPhyTypes;
    ULONG uIEsOffset;
    ULONG uIEsLength;
    UCHAR ucBuffer[1];
} DOT11_SCAN_REQUEST, *PDOT11_SCAN_REQUEST;

typedef enum _DOT11_PHY_TYPE {
    dot11_phy_type_unknown,
    dot11_phy_type_any = 0,
    dot11_phy_type_fhss,
    dot11_phy_type_dsss,
    dot11_phy_type_irbaseband,
    dot11_phy_type_ofdm,
    dot11_phy_type_hrdsss,
    dot11_phy_type_erp,
    dot11_phy_type_ht,
    dot11_phy_type_vht,
    dot11_phy_type_dmg,
    dot11_phy_type_IHV_start = -2147483648,
    dot11_phy_type_IHV_end = -1,
} DOT11_PHY_TYPE, *PDOT11_PHY_TYPE;

typedef enum _CH_DESCRIPTION_TYPE {
    ch_description_type_logical = 1,
    ch_description_type_center_frequency,
    ch_description_type_phy_specific,
} CH_DESCRIPTION_TYPE, *PCH_DESCRIPTION_TYPE;

typedef struct _DOT11_PHY_TYPE_INFO {
    DOT11_PHY_TYPE dot11PhyType;
    BOOLEAN bUseParameters;
    ULONG uProbeDelay;
    ULONG uMinChannelTime;
    ULONG uMaxChannelTime;
    CH_DESCRIPTION_TYPE ChDescriptionType;
    ULONG uChannelListSize;
    UCHAR ucChannelListBuffer[1];
} DOT11_PHY_TYPE_INFO, *PDOT11_PHY_TYPE_INFO;

typedef struct _DOT11_SCAN_REQUEST_V2 {
    DOT11_BSS_TYPE dot11BSSType;
    DOT11_MAC_ADDRESS dot11BSSID;
    DOT11_SCAN_TYPE dot11ScanType;
    BOOLEAN bRestrictedScan;
    ULONG udot11SSIDsOffset;
    ULONG uNumOfdot11SSIDs;
    BOOLEAN bUseRequestIE;
    ULONG uRequestIDsOffset;
    ULONG uNumOfRequestIDs;
    ULONG uPhyTypeInfosOffset;
    ULONG uNumOfPhyTypeInfos;
    ULONG uIEsOffset;
    ULONG uIEsLength;
    UCHAR ucBuffer[1];
} DOT11_SCAN_REQUEST_V2, *PDOT11_SCAN_REQUEST_V2;

#define DOT11_PHY_TYPE_LIST_REVISION_1                          1
typedef struct DOT11_PHY_TYPE_LIST {
    NDIS_OBJECT_HEADER Header;
    ULONG uNumOfEntries;
    ULONG uTotalNumOfEntries;
    DOT11_PHY_TYPE dot11PhyType[1];
} DOT11_PHY_TYPE_LIST, *PDOT11_PHY_TYPE_LIST;

typedef struct _DOT11_BSS_DESCRIPTION {
    ULONG uReserved;
    DOT11_MAC_ADDRESS dot11BSSID;
    DOT11_BSS_TYPE dot11BSSType;
    USHORT usBeaconPeriod;
    ULONGLONG ullTimestamp;
    USHORT usCapabilityInformation;
    ULONG uBufferLength;
    UCHAR ucBuffer[1];
} DOT11_BSS_DESCRIPTION, *PDOT11_BSS_DESCRIPTION;

typedef struct _DOT11_JOIN_REQUEST {
    ULONG uJoinFailureTimeout;
    DOT11_RATE_SET OperationalRateSet;
    ULONG uChCenterFrequency;
    DOT11_BSS_DESCRIPTION dot11BSSDescription;
} DOT11_JOIN_REQUEST, *PDOT11_JOIN_REQUEST;

typedef struct _DOT11_START_REQUEST {
    ULONG uStartFailureTimeout;
    DOT11_RATE_SET OperationalRateSet;
    ULONG uChCenterFrequency;
    DOT11_BSS_DESCRIPTION dot11BSSDescription;
} DOT11_START_REQUEST, *PDOT11_START_REQUEST;

typedef enum _DOT11_UPDATE_IE_OP {
    dot11_update_ie_op_create_replace = 1,
    dot11_update_ie_op_delete,
} DOT11_UPDATE_IE_OP, *PDOT11_UPDATE_IE_OP;

typedef struct _DOT11_UPDATE_IE {
    DOT11_UPDATE_IE_OP dot11UpdateIEOp;
    ULONG uBufferLength;
    UCHAR ucBuffer[1];
} DOT11_UPDATE_IE, *PDOT11_UPDATE_IE;

typedef enum _DOT11_RESET_TYPE {
    dot11_reset_type_phy = 1,
    dot11_reset_type_mac,
    dot11_reset_type_phy_and_mac,
} DOT11_RESET_TYPE, *PDOT11_RESET_TYPE;

typedef struct _DOT11_RESET_REQUEST {
    DOT11_RESET_TYPE dot11ResetType;
    DOT11_MAC_ADDRESS dot11MacAddress;
    BOOLEAN bSetDefaultMIB;
} DOT11_RESET_REQUEST, *PDOT11_RESET_REQUEST;

typedef struct _DOT11_OPTIONAL_CAPABILITY {
    ULONG uReserved;
    BOOLEAN bDot11PCF;
    BOOLEAN bDot11PCFMPDUTransferToPC;
    BOOLEAN bStrictlyOrderedServiceClass;
} DOT11_OPTIONAL_CAPABILITY, *PDOT11_OPTIONAL_CAPABILITY;

typedef struct _DOT11_CURRENT_OPTIONAL_CAPABILITY {
    ULONG uReserved;
    BOOLEAN bDot11CFPollable;
    BOOLEAN bDot11PCF;
    BOOLEAN bDot11PCFMPDUTransferToPC;
    BOOLEAN bStrictlyOrderedServiceClass;
} DOT11_CURRENT_OPTIONAL_CAPABILITY, *PDOT11_CURRENT_OPTIONAL_CAPABILITY;

typedef enum _DOT11_POWER_MODE {
    dot11_power_mode_unknown,
    dot11_power_mode_active,
    dot11_power_mode_powersave,
} DOT11_POWER_MODE, *PDOT11_POWER_MODE;

typedef struct _DOT11_POWER_MGMT_MODE {
    DOT11_POWER_MODE dot11PowerMode;
    ULONG uPowerSaveLevel;
    USHORT usListenInterval;
    USHORT usAID;
    BOOLEAN bReceiveDTIMs;
} DOT11_POWER_MGMT_MODE, *PDOT11_POWER_MGMT_MODE;

typedef struct _DOT11_COUNTERS_ENTRY {
    ULONG uTransmittedFragmentCount;
    ULONG uMulticastTransmittedFrameCount;
    ULONG uFailedCount;
    ULONG uRetryCount;
    ULONG uMultipleRetryCount;
    ULONG uFrameDuplicateCount;
    ULONG uRTSSuccessCount;
    ULONG uRTSFailureCount;
    ULONG uACKFailureCount;
    ULONG uReceivedFragmentCount;
    ULONG uMulticastReceivedFrameCount;
    ULONG uFCSErrorCount;
    ULONG uTransmittedFrameCount;
} DOT11_COUNTERS_ENTRY, *PDOT11_COUNTERS_ENTRY;

typedef struct _DOT11_SUPPORTED_PHY_TYPES {
    ULONG uNumOfEntries;
    ULONG uTotalNumOfEntries;
    DOT11_PHY_TYPE dot11PHYType[1];
} DOT11_SUPPORTED_PHY_TYPES, *PDOT11_SUPPORTED_PHY_TYPES;

typedef struct _DOT11_SUPPORTED_POWER_LEVELS {
    ULONG uNumOfSupportedPowerLevels;
    ULONG uTxPowerLevelValues[8];
} DOT11_SUPPORTED_POWER_LEVELS, *PDOT11_SUPPORTED_POWER_LEVELS;

typedef struct _DOT11_REG_DOMAIN_VALUE {
    ULONG uRegDomainsSupportIndex;
    ULONG uRegDomainsSupportValue;
} DOT11_REG_DOMAIN_VALUE, *PDOT11_REG_DOMAIN_VALUE;

typedef struct _DOT11_REG_DOMAINS_SUPPORT_VALUE {
    ULONG uNumOfEntries;
    ULONG uTotalNumOfEntries;
    DOT11_REG_DOMAIN_VALUE dot11RegDomainValue[1];
} DOT11_REG_DOMAINS_SUPPORT_VALUE, *PDOT11_REG_DOMAINS_SUPPORT_VALUE;

typedef struct _DOT11_SUPPORTED_ANTENNA {
    ULONG uAntennaListIndex;
    BOOLEAN bSupportedAntenna;
} DOT11_SUPPORTED_ANTENNA, *PDOT11_SUPPORTED_ANTENNA;

typedef struct _DOT11_SUPPORTED_ANTENNA_LIST {
    ULONG uNumOfEntries;
    ULONG uTotalNumOfEntries;
    DOT11_SUPPORTED_ANTENNA dot11SupportedAntenna[1];
} DOT11_SUPPORTED_ANTENNA_LIST, *PDOT11_SUPPORTED_ANTENNA_LIST;

typedef struct _DOT11_DIVERSITY_SELECTION_RX {
    ULONG uAntennaListIndex;
    BOOLEAN bDiversitySelectionRX;
} DOT11_DIVERSITY_SELECTION_RX, *PDOT11_DIVERSITY_SELECTION_RX;

typedef struct _DOT11_DIVERSITY_SELECTION_RX_LIST {
    ULONG uNumOfEntries;
    ULONG uTotalNumOfEntries;
    DOT11_DIVERSITY_SELECTION_RX dot11DiversitySelectionRx[1];
} DOT11_DIVERSITY_SELECTION_RX_LIST, *PDOT11_DIVERSITY_SELECTION_RX_LIST;

typedef struct _DOT11_SUPPORTED_DATA_RATES_VALUE {
    UCHAR ucSupportedTxDataRatesValue[8];
    UCHAR ucSupportedRxDataRatesValue[8];
} DOT11_SUPPORTED_DATA_RATES_VALUE, *PDOT11_SUPPORTED_DATA_RATES_VALUE;

typedef struct _DOT11_SUPPORTED_DATA_RATES_VALUE_V2 {
    UCHAR ucSupportedTxDataRatesValue[255];
    UCHAR ucSupportedRxDataRatesValue[255];
} DOT11_SUPPORTED_DATA_RATES_VALUE_V2, *PDOT11_SUPPORTED_DATA_RATES_VALUE_V1, *PDOT11_SUPPORTED_DATA_RATES_VALUE_V2;

typedef struct _DOT11_MULTI_DOMAIN_CAPABILITY_ENTRY {
    ULONG uMultiDomainCapabilityIndex;
    ULONG uFirstChannelNumber;
    ULONG uNumberOfChannels;
    LONG lMaximumTransmitPowerLevel;
} DOT11_MULTI_DOMAIN_CAPABILITY_ENTRY, *PDOT11_MULTI_DOMAIN_CAPABILITY_ENTRY;

typedef struct _DOT11_MD_CAPABILITY_ENTRY_LIST {
    ULONG uNumOfEntries;
    ULONG uTotalNumOfEntries;
    DOT11_MULTI_DOMAIN_CAPABILITY_ENTRY dot11MDCapabilityEntry[1];
} DOT11_MD_CAPABILITY_ENTRY_LIST, *PDOT11_MD_CAPABILITY_ENTRY_LIST;

typedef struct _DOT11_HOPPING_PATTERN_ENTRY {
    ULONG uHoppingPatternIndex;
    ULONG uRandomTableFieldNumber;
} DOT11_HOPPING_PATTERN_ENTRY, *PDOT11_HOPPING_PATTERN_ENTRY;

typedef struct _DOT11_HOPPING_PATTERN_ENTRY_LIST {
    ULONG uNumOfEntries;
    ULONG uTotalNumOfEntries;
    DOT11_HOPPING_PATTERN_ENTRY dot11HoppingPatternEntry[1];
} DOT11_HOPPING_PATTERN_ENTRY_LIST, *PDOT11_HOPPING_PATTERN_ENTRY_LIST;

typedef struct _DOT11_WPA_TSC {
    ULONG uReserved;
    DOT11_OFFLOAD_TYPE dot11OffloadType;
    HANDLE hOffload;
    DOT11_IV48_COUNTER dot11IV48Counter;
} DOT11_WPA_TSC, *PDOT11_WPA_TSC;

typedef struct _DOT11_RSSI_RANGE {
    DOT11_PHY_TYPE dot11PhyType;
    ULONG uRSSIMin;
    ULONG uRSSIMax;
} DOT11_RSSI_RANGE, *PDOT11_RSSI_RANGE;

typedef struct _DOT11_NIC_SPECIFIC_EXTENSION {
    ULONG uBufferLength;
    ULONG uTotalBufferLength;
    UCHAR ucBuffer[1];
} DOT11_NIC_SPECIFIC_EXTENSION, *PDOT11_NIC_SPECIFIC_EXTENSION;

typedef struct _DOT11_AP_JOIN_REQUEST {
    ULONG uJoinFailureTimeout;
    DOT11_RATE_SET OperationalRateSet;
    ULONG uChCenterFrequency;
    DOT11_BSS_DESCRIPTION dot11BSSDescription;
} DOT11_AP_JOIN_REQUEST, *PDOT11_AP_JOIN_REQUEST;

typedef struct _DOT11_RECV_SENSITIVITY {
    UCHAR ucDataRate;
    LONG lRSSIMin;
    LONG lRSSIMax;
} DOT11_RECV_SENSITIVITY, *PDOT11_RECV_SENSITIVITY;

typedef struct _DOT11_RECV_SENSITIVITY_LIST {
    union {
        DOT11_PHY_TYPE dot11PhyType;
        ULONG uPhyId;
    };
    ULONG uNumOfEntries;
    ULONG uTotalNumOfEntries;
    DOT11_RECV_SENSITIVITY dot11RecvSensitivity[1];
} DOT11_RECV_SENSITIVITY_LIST, *PDOT11_RECV_SENSITIVITY_LIST;

typedef struct _DOT11_WME_AC_PARAMETERS {
    UCHAR ucAccessCategoryIndex;
    UCHAR ucAIFSN;
    UCHAR ucECWmin;
    UCHAR ucECWmax;
    USHORT usTXOPLimit;
} DOT11_WME_AC_PARAMETERS, *PDOT11_WME_AC_PARAMETERS;

typedef struct _DOT11_WME_AC_PARAMTERS_LIST {
    ULONG uNumOfEntries;
    ULONG uTotalNumOfEntries;
    DOT11_WME_AC_PARAMETERS dot11WMEACParameters[1];
} DOT11_WME_AC_PARAMETERS_LIST, *PDOT11_WME_AC_PARAMETERS_LIST;

typedef struct _DOT11_WME_UPDATE_IE {
    ULONG uParamElemMinBeaconIntervals;
    ULONG uWMEInfoElemOffset;
    ULONG uWMEInfoElemLength;
    ULONG uWMEParamElemOffset;
    ULONG uWMEParamElemLength;
    UCHAR ucBuffer[1];
} DOT11_WME_UPDATE_IE, *PDOT11_WME_UPDATE_IE;

typedef struct _DOT11_QOS_TX_DURATION {
    ULONG uNominalMSDUSize;
    ULONG uMinPHYRate;
    ULONG uDuration;
} DOT11_QOS_TX_DURATION, *PDOT11_QOS_TX_DURATION;

typedef struct _DOT11_QOS_TX_MEDIUM_TIME {
    DOT11_MAC_ADDRESS dot11PeerAddress;
    UCHAR ucQoSPriority;
    ULONG uMediumTimeAdmited;
} DOT11_QOS_TX_MEDIUM_TIME, *PDOT11_QOS_TX_MEDIUM_TIME;

typedef struct _DOT11_SUPPORTED_OFDM_FREQUENCY {
    ULONG uCenterFrequency;
} DOT11_SUPPORTED_OFDM_FREQUENCY, *PDOT11_SUPPORTED_OFDM_FREQUENCY;

typedef struct _DOT11_SUPPORTED_OFDM_FREQUENCY_LIST {
    ULONG uNumOfEntries;
    ULONG uTotalNumOfEntries;
    DOT11_SUPPORTED_OFDM_FREQUENCY dot11SupportedOFDMFrequency[1];
} DOT11_SUPPORTED_OFDM_FREQUENCY_LIST, *PDOT11_SUPPORTED_OFDM_FREQUENCY_LIST;

typedef struct _DOT11_SUPPORTED_DSSS_CHANNEL {
    ULONG uChannel;
} DOT11_SUPPORTED_DSSS_CHANNEL, *PDOT11_SUPPORTED_DSSS_CHANNEL;

typedef struct _DOT11_SUPPORTED_DSSS_CHANNEL_LIST {
    ULONG uNumOfEntries;
    ULONG uTotalNumOfEntries;
    DOT11_SUPPORTED_DSSS_CHANNEL dot11SupportedDSSSChannel[1];
} DOT11_SUPPORTED_DSSS_CHANNEL_LIST, *PDOT11_SUPPORTED_DSSS_CHANNEL_LIST;

typedef struct DOT11_BYTE_ARRAY {
    NDIS_OBJECT_HEADER Header;
    ULONG uNumOfBytes;
    ULONG uTotalNumOfBytes;
    UCHAR ucBuffer[1];
} DOT11_BYTE_ARRAY, *PDOT11_BYTE_ARRAY;

typedef union DOT11_BSS_ENTRY_PHY_SPECIFIC_INFO {
    ULONG uChCenterFrequency;
    struct {
        ULONG uHopPattern;
        ULONG uHopSet;
        ULONG uDwellTime;
    } FHSS;
} DOT11_BSS_ENTRY_PHY_SPECIFIC_INFO, *PDOT11_BSS_ENTRY_PHY_SPECIFIC_INFO;

typedef struct DOT11_BSS_ENTRY {
    ULONG uPhyId;
    DOT11_BSS_ENTRY_PHY_SPECIFIC_INFO PhySpecificInfo;
    DOT11_MAC_ADDRESS dot11BSSID;
    DOT11_BSS_TYPE dot11BSSType;
    LONG lRSSI;
    ULONG uLinkQuality;
    BOOLEAN bInRegDomain;
    USHORT usBeaconPeriod;
    ULONGLONG ullTimestamp;
    ULONGLONG ullHostTimestamp;
    USHORT usCapabilityInformation;
    ULONG uBufferLength;
    UCHAR ucBuffer[1];
} DOT11_BSS_ENTRY, *PDOT11_BSS_ENTRY;

#define DOT11_SSID_LIST_REVISION_1                              1
typedef struct DOT11_SSID_LIST {
    NDIS_OBJECT_HEADER Header;
    ULONG uNumOfEntries;
    ULONG uTotalNumOfEntries;
    DOT11_SSID SSIDs[1];
} DOT11_SSID_LIST, *PDOT11_SSID_LIST;

#define DOT11_MAC_ADDRESS_LIST_REVISION_1                       1
typedef struct DOT11_MAC_ADDRESS_LIST {
    NDIS_OBJECT_HEADER Header;
    ULONG uNumOfEntries;
    ULONG uTotalNumOfEntries;
    DOT11_MAC_ADDRESS MacAddrs[1];
} DOT11_MAC_ADDRESS_LIST, *PDOT11_MAC_ADDRESS_LIST;

typedef UCHAR DOT11_PMKID_VALUE[16];

typedef struct DOT11_PMKID_ENTRY {
    DOT11_MAC_ADDRESS BSSID;
    DOT11_PMKID_VALUE PMKID;
    ULONG uFlags;
} DOT11_PMKID_ENTRY, *PDOT11_PMKID_ENTRY;

#define DOT11_PMKID_LIST_REVISION_1                             1
typedef struct DOT11_PMKID_LIST {
    NDIS_OBJECT_HEADER Header;
    ULONG uNumOfEntries;
    ULONG uTotalNumOfEntries;
    DOT11_PMKID_ENTRY PMKIDs[1];
} DOT11_PMKID_LIST, *PDOT11_PMKID_LIST;

typedef struct DOT11_PHY_FRAME_STATISTICS {
    ULONGLONG ullTransmittedFrameCount;
    ULONGLONG ullMulticastTransmittedFrameCount;
    ULONGLONG ullFailedCount;
    ULONGLONG ullRetryCount;
    ULONGLONG ullMultipleRetryCount;
    ULONGLONG ullMaxTXLifetimeExceededCount;
    ULONGLONG ullTransmittedFragmentCount;
    ULONGLONG ullRTSSuccessCount;
    ULONGLONG ullRTSFailureCount;
    ULONGLONG ullACKFailureCount;
    ULONGLONG ullReceivedFrameCount;
    ULONGLONG ullMulticastReceivedFrameCount;
    ULONGLONG ullPromiscuousReceivedFrameCount;
    ULONGLONG ullMaxRXLifetimeExceededCount;
    ULONGLONG ullFrameDuplicateCount;
    ULONGLONG ullReceivedFragmentCount;
    ULONGLONG ullPromiscuousReceivedFragmentCount;
    ULONGLONG ullFCSErrorCount;
} DOT11_PHY_FRAME_STATISTICS, *PDOT11_PHY_FRAME_STATISTICS;

typedef struct DOT11_MAC_FRAME_STATISTICS {
    ULONGLONG ullTransmittedFrameCount;
    ULONGLONG ullReceivedFrameCount;
    ULONGLONG ullTransmittedFailureFrameCount;
    ULONGLONG ullReceivedFailureFrameCount;
    ULONGLONG ullWEPExcludedCount;
    ULONGLONG ullTKIPLocalMICFailures;
    ULONGLONG ullTKIPReplays;
    ULONGLONG ullTKIPICVErrorCount;
    ULONGLONG ullCCMPReplays;
    ULONGLONG ullCCMPDecryptErrors;
    ULONGLONG ullWEPUndecryptableCount;
    ULONGLONG ullWEPICVErrorCount;
    ULONGLONG ullDecryptSuccessCount;
    ULONGLONG ullDecryptFailureCount;
} DOT11_MAC_FRAME_STATISTICS, *PDOT11_MAC_FRAME_STATISTICS;

#define DOT11_STATISTICS_REVISION_1                             1
typedef struct DOT11_STATISTICS {
    NDIS_OBJECT_HEADER Header;
    ULONGLONG ullFourWayHandshakeFailures;
    ULONGLONG ullTKIPCounterMeasuresInvoked;
    ULONGLONG ullReserved;
    DOT11_MAC_FRAME_STATISTICS MacUcastCounters;
    DOT11_MAC_FRAME_STATISTICS MacMcastCounters;
    DOT11_PHY_FRAME_STATISTICS PhyCounters[1];
} DOT11_STATISTICS, *PDOT11_STATISTICS;

typedef struct DOT11_PRIVACY_EXEMPTION {
    USHORT usEtherType;
    USHORT usExemptionActionType;
    USHORT usExemptionPacketType;
} DOT11_PRIVACY_EXEMPTION, *PDOT11_PRIVACY_EXEMPTION;

#define DOT11_PRIVACY_EXEMPTION_LIST_REVISION_1                 1
typedef struct DOT11_PRIVACY_EXEMPTION_LIST {
    NDIS_OBJECT_HEADER Header;
    ULONG uNumOfEntries;
    ULONG uTotalNumOfEntries;
    DOT11_PRIVACY_EXEMPTION PrivacyExemptionEntries[1];
} DOT11_PRIVACY_EXEMPTION_LIST, *PDOT11_PRIVACY_EXEMPTION_LIST;

#define DOT11_AUTH_ALGORITHM_LIST_REVISION_1                    1
typedef struct DOT11_AUTH_ALGORITHM_LIST {
    NDIS_OBJECT_HEADER Header;
    ULONG uNumOfEntries;
    ULONG uTotalNumOfEntries;
    DOT11_AUTH_ALGORITHM AlgorithmIds[1];
} DOT11_AUTH_ALGORITHM_LIST, *PDOT11_AUTH_ALGORITHM_LIST;

#define DOT11_AUTH_CIPHER_PAIR_LIST_REVISION_1                  1
typedef struct DOT11_AUTH_CIPHER_PAIR_LIST {
    NDIS_OBJECT_HEADER Header;
    ULONG uNumOfEntries;
    ULONG uTotalNumOfEntries;
    DOT11_AUTH_CIPHER_PAIR AuthCipherPairs[1];
} DOT11_AUTH_CIPHER_PAIR_LIST, *PDOT11_AUTH_CIPHER_PAIR_LIST;

#define DOT11_CIPHER_ALGORITHM_LIST_REVISION_1                  1
typedef struct DOT11_CIPHER_ALGORITHM_LIST {
    NDIS_OBJECT_HEADER Header;
    ULONG uNumOfEntries;
    ULONG uTotalNumOfEntries;
    DOT11_CIPHER_ALGORITHM AlgorithmIds[1];
} DOT11_CIPHER_ALGORITHM_LIST, *PDOT11_CIPHER_ALGORITHM_LIST;

#define DOT11_CIPHER_DEFAULT_KEY_VALUE_REVISION_1               1
typedef struct DOT11_CIPHER_DEFAULT_KEY_VALUE {
    NDIS_OBJECT_HEADER Header;
    ULONG uKeyIndex;
    DOT11_CIPHER_ALGORITHM AlgorithmId;
    DOT11_MAC_ADDRESS MacAddr;
    BOOLEAN bDelete;
    BOOLEAN bStatic;
    USHORT usKeyLength;
    UCHAR ucKey[1];
} DOT11_CIPHER_DEFAULT_KEY_VALUE, *PDOT11_CIPHER_DEFAULT_KEY_VALUE;

typedef struct DOT11_KEY_ALGO_TKIP_MIC {
    UCHAR ucIV48Counter[6];
    ULONG ulTKIPKeyLength;
    ULONG ulMICKeyLength;
    UCHAR ucTKIPMICKeys[1];
} DOT11_KEY_ALGO_TKIP_MIC, *PDOT11_KEY_ALGO_TKIP_MIC;

typedef struct DOT11_KEY_ALGO_CCMP {
    UCHAR ucIV48Counter[6];
    ULONG ulCCMPKeyLength;
    UCHAR ucCCMPKey[1];
} DOT11_KEY_ALGO_CCMP, *PDOT11_KEY_ALGO_CCMP;

typedef struct DOT11_KEY_ALGO_GCMP {
    UCHAR ucIV48Counter[6];
    ULONG ulGCMPKeyLength;
    UCHAR ucGCMPKey[1];
} DOT11_KEY_ALGO_GCMP, *PDOT11_KEY_ALGO_GCMP;

typedef struct DOT11_KEY_ALGO_BIP {
    UCHAR ucIPN[6];
    ULONG ulBIPKeyLength;
    UCHAR ucBIPKey[1];
} DOT11_KEY_ALGO_BIP, *PDOT11_KEY_ALGO_BIP;

typedef enum DOT11_DIRECTION {
    DOT11_DIR_INBOUND = 1,
    DOT11_DIR_OUTBOUND,
    DOT11_DIR_BOTH,
} DOT11_DIRECTION, *PDOT11_DIRECTION;

typedef struct DOT11_CIPHER_KEY_MAPPING_KEY_VALUE {
    DOT11_MAC_ADDRESS PeerMacAddr;
    DOT11_CIPHER_ALGORITHM AlgorithmId;
    DOT11_DIRECTION Direction;
    BOOLEAN bDelete;
    BOOLEAN bStatic;
    USHORT usKeyLength;
    UCHAR ucKey[1];
} DOT11_CIPHER_KEY_MAPPING_KEY_VALUE, *PDOT11_CIPHER_KEY_MAPPING_KEY_VALUE;

typedef enum _DOT11_ASSOCIATION_STATE {
    dot11_assoc_state_zero,
    dot11_assoc_state_unauth_unassoc,
    dot11_assoc_state_auth_unassoc,
    dot11_assoc_state_auth_assoc,
} DOT11_ASSOCIATION_STATE, *PDOT11_ASSOCIATION_STATE;

typedef struct _DOT11_ASSOCIATION_INFO_EX {
    DOT11_MAC_ADDRESS PeerMacAddress;
    DOT11_MAC_ADDRESS BSSID;
    USHORT usCapabilityInformation;
    USHORT usListenInterval;
    UCHAR ucPeerSupportedRates[255];
    USHORT usAssociationID;
    DOT11_ASSOCIATION_STATE dot11AssociationState;
    DOT11_POWER_MODE dot11PowerMode;
    LARGE_INTEGER liAssociationUpTime;
    ULONGLONG ullNumOfTxPacketSuccesses;
    ULONGLONG ullNumOfTxPacketFailures;
    ULONGLONG ullNumOfRxPacketSuccesses;
    ULONGLONG ullNumOfRxPacketFailures;
} DOT11_ASSOCIATION_INFO_EX, *PDOT11_ASSOCIATION_INFO_EX;

#define DOT11_ASSOCIATION_INFO_LIST_REVISION_1                  1
typedef struct DOT11_ASSOCIATION_INFO_LIST {
    NDIS_OBJECT_HEADER Header;
    ULONG uNumOfEntries;
    ULONG uTotalNumOfEntries;
    DOT11_ASSOCIATION_INFO_EX dot11AssocInfo[1];
} DOT11_ASSOCIATION_INFO_LIST, *PDOT11_ASSOCIATION_INFO_LIST;

#define DOT11_PHY_ID_LIST_REVISION_1                            1
typedef struct DOT11_PHY_ID_LIST {
    NDIS_OBJECT_HEADER Header;
    ULONG uNumOfEntries;
    ULONG uTotalNumOfEntries;
    ULONG dot11PhyId[1];
} DOT11_PHY_ID_LIST, *PDOT11_PHY_ID_LIST;

#define DOT11_EXTSTA_CAPABILITY_REVISION_1                      1
typedef struct DOT11_EXTSTA_CAPABILITY {
    NDIS_OBJECT_HEADER Header;
    ULONG uScanSSIDListSize;
    ULONG uDesiredBSSIDListSize;
    ULONG uDesiredSSIDListSize;
    ULONG uExcludedMacAddressListSize;
    ULONG uPrivacyExemptionListSize;
    ULONG uKeyMappingTableSize;
    ULONG uDefaultKeyTableSize;
    ULONG uWEPKeyValueMaxLength;
    ULONG uPMKIDCacheSize;
    ULONG uMaxNumPerSTADefaultKeyTables;
} DOT11_EXTSTA_CAPABILITY, *PDOT11_EXTSTA_CAPABILITY;

typedef struct DOT11_DATA_RATE_MAPPING_ENTRY {
    UCHAR ucDataRateIndex;
    UCHAR ucDataRateFlag;
    USHORT usDataRateValue;
} DOT11_DATA_RATE_MAPPING_ENTRY, *PDOT11_DATA_RATE_MAPPING_ENTRY;

#define DOT11_DATA_RATE_MAPPING_TABLE_REVISION_1                1
typedef struct _DOT11_DATA_RATE_MAPPING_TABLE {
    NDIS_OBJECT_HEADER Header;
    ULONG uDataRateMappingLength;
    DOT11_DATA_RATE_MAPPING_ENTRY DataRateMappingEntries[126];
} DOT11_DATA_RATE_MAPPING_TABLE, *PDOT11_DATA_RATE_MAPPING_TABLE;

typedef UCHAR DOT11_COUNTRY_OR_REGION_STRING[3];

#define DOT11_COUNTRY_OR_REGION_STRING_LIST_REVISION_1          1
typedef struct DOT11_COUNTRY_OR_REGION_STRING_LIST {
    NDIS_OBJECT_HEADER Header;
    ULONG uNumOfEntries;
    ULONG uTotalNumOfEntries;
    DOT11_COUNTRY_OR_REGION_STRING CountryOrRegionStrings[1];
} DOT11_COUNTRY_OR_REGION_STRING_LIST, *PDOT11_COUNTRY_OR_REGION_STRING_LIST;

#define DOT11_PORT_STATE_NOTIFICATION_REVISION_1                1
typedef struct DOT11_PORT_STATE_NOTIFICATION {
    NDIS_OBJECT_HEADER Header;
    DOT11_MAC_ADDRESS PeerMac;
    BOOLEAN bOpen;
} DOT11_PORT_STATE_NOTIFICATION, *PDOT11_PORT_STATE_NOTIFICATION;

#define DOT11_IBSS_PARAMS_REVISION_1                            1
typedef struct DOT11_IBSS_PARAMS {
    NDIS_OBJECT_HEADER Header;
    BOOLEAN bJoinOnly;
    ULONG uIEsOffset;
    ULONG uIEsLength;
} DOT11_IBSS_PARAMS, *PDOT11_IBSS_PARAMS;

#define DOT11_QOS_PARAMS_REVISION_1                             1
typedef struct DOT11_QOS_PARAMS {
    NDIS_OBJECT_HEADER Header;
    UCHAR ucEnabledQoSProtocolFlags;
} DOT11_QOS_PARAMS, *PDOT11_QOS_PARAMS;

#define DOT11_ASSOCIATION_PARAMS_REVISION_1                     1
typedef struct DOT11_ASSOCIATION_PARAMS {
    NDIS_OBJECT_HEADER Header;
    DOT11_MAC_ADDRESS BSSID;
    ULONG uAssocRequestIEsOffset;
    ULONG uAssocRequestIEsLength;
} DOT11_ASSOCIATION_PARAMS, *PDOT11_ASSOCIATION_PARAMS;

typedef struct _DOT11_FRAGMENT_DESCRIPTOR {
    ULONG uOffset;
    ULONG uLength;
} DOT11_FRAGMENT_DESCRIPTOR, *PDOT11_FRAGMENT_DESCRIPTOR;

typedef struct _DOT11_PER_MSDU_COUNTERS {
    ULONG uTransmittedFragmentCount;
    ULONG uRetryCount;
    ULONG uRTSSuccessCount;
    ULONG uRTSFailureCount;
    ULONG uACKFailureCount;
} DOT11_PER_MSDU_COUNTERS, *PDOT11_PER_MSDU_COUNTERS;

typedef struct DOT11_HRDSSS_PHY_ATTRIBUTES {
    BOOLEAN bShortPreambleOptionImplemented;
    BOOLEAN bPBCCOptionImplemented;
    BOOLEAN bChannelAgilityPresent;
    ULONG uHRCCAModeSupported;
} DOT11_HRDSSS_PHY_ATTRIBUTES, *PDOT11_HRDSSS_PHY_ATTRIBUTES;

typedef struct DOT11_OFDM_PHY_ATTRIBUTES {
    ULONG uFrequencyBandsSupported;
} DOT11_OFDM_PHY_ATTRIBUTES, *PDOT11_OFDM_PHY_ATTRIBUTES;

typedef struct DOT11_ERP_PHY_ATTRIBUTES {
    BOOLEAN bShortPreambleOptionImplemented;
    BOOLEAN bPBCCOptionImplemented;
    BOOLEAN bChannelAgilityPresent;
    ULONG uHRCCAModeSupported;
    BOOLEAN bERPPBCCOptionImplemented;
    BOOLEAN bDSSSOFDMOptionImplemented;
    BOOLEAN bShortSlotTimeOptionImplemented;
} DOT11_ERP_PHY_ATTRIBUTES, *PDOT11_ERP_PHY_ATTRIBUTES;

typedef enum _DOT11_TEMP_TYPE {
    dot11_temp_type_unknown,
    dot11_temp_type_1,
    dot11_temp_type_2,
} DOT11_TEMP_TYPE, *PDOT11_TEMP_TYPE;

typedef enum _DOT11_DIVERSITY_SUPPORT {
    dot11_diversity_support_unknown,
    dot11_diversity_support_fixedlist,
    dot11_diversity_support_notsupported,
    dot11_diversity_support_dynamic,
} DOT11_DIVERSITY_SUPPORT, *PDOT11_DIVERSITY_SUPPORT;

#define DOT11_PHY_ATTRIBUTES_REVISION_1                         1
typedef struct DOT11_PHY_ATTRIBUTES {
    NDIS_OBJECT_HEADER Header;
    DOT11_PHY_TYPE PhyType;
    BOOLEAN bHardwarePhyState;
    BOOLEAN bSoftwarePhyState;
    BOOLEAN bCFPollable;
    ULONG uMPDUMaxLength;
    DOT11_TEMP_TYPE TempType;
    DOT11_DIVERSITY_SUPPORT DiversitySupport;
    union {
        DOT11_HRDSSS_PHY_ATTRIBUTES HRDSSSAttributes;
        DOT11_OFDM_PHY_ATTRIBUTES OFDMAttributes;
        DOT11_ERP_PHY_ATTRIBUTES ERPAttributes;
    };
    ULONG uNumberSupportedPowerLevels;
    ULONG TxPowerLevels[8];
    ULONG uNumDataRateMappingEntries;
    DOT11_DATA_RATE_MAPPING_ENTRY DataRateMappingEntries[126];
    DOT11_SUPPORTED_DATA_RATES_VALUE_V2 SupportedDataRatesValue;
} DOT11_PHY_ATTRIBUTES, *PDOT11_PHY_ATTRIBUTES;

typedef DOT11_COUNTRY_OR_REGION_STRING *PDOT11_COUNTRY_OR_REGION_STRING;

#define DOT11_EXTSTA_ATTRIBUTES_REVISION_1                      1
#define DOT11_EXTSTA_ATTRIBUTES_REVISION_2                      2
#define DOT11_EXTSTA_ATTRIBUTES_REVISION_3                      3
#define DOT11_EXTSTA_ATTRIBUTES_REVISION_4                      4
typedef struct DOT11_EXTSTA_ATTRIBUTES {
    NDIS_OBJECT_HEADER Header;
    ULONG uScanSSIDListSize;
    ULONG uDesiredBSSIDListSize;
    ULONG uDesiredSSIDListSize;
    ULONG uExcludedMacAddressListSize;
    ULONG uPrivacyExemptionListSize;
    ULONG uKeyMappingTableSize;
    ULONG uDefaultKeyTableSize;
    ULONG uWEPKeyValueMaxLength;
    ULONG uPMKIDCacheSize;
    ULONG uMaxNumPerSTADefaultKeyTables;
    BOOLEAN bStrictlyOrderedServiceClassImplemented;
    UCHAR ucSupportedQoSProtocolFlags;
    BOOLEAN bSafeModeImplemented;
    ULONG uNumSupportedCountryOrRegionStrings;
    PDOT11_COUNTRY_OR_REGION_STRING pSupportedCountryOrRegionStrings;
    ULONG uInfraNumSupportedUcastAlgoPairs;
    PDOT11_AUTH_CIPHER_PAIR pInfraSupportedUcastAlgoPairs;
    ULONG uInfraNumSupportedMcastAlgoPairs;
    PDOT11_AUTH_CIPHER_PAIR pInfraSupportedMcastAlgoPairs;
    ULONG uAdhocNumSupportedUcastAlgoPairs;
    PDOT11_AUTH_CIPHER_PAIR pAdhocSupportedUcastAlgoPairs;
    ULONG uAdhocNumSupportedMcastAlgoPairs;
    PDOT11_AUTH_CIPHER_PAIR pAdhocSupportedMcastAlgoPairs;
    BOOLEAN bAutoPowerSaveMode;
    ULONG uMaxNetworkOffloadListSize;
    BOOLEAN bMFPCapable;
    ULONG uInfraNumSupportedMcastMgmtAlgoPairs;
    PDOT11_AUTH_CIPHER_PAIR pInfraSupportedMcastMgmtAlgoPairs;
    BOOLEAN bNeighborReportSupported;
    BOOLEAN bAPChannelReportSupported;
    BOOLEAN bActionFramesSupported;
    BOOLEAN bANQPQueryOffloadSupported;
    BOOLEAN bHESSIDConnectionSupported;
} DOT11_EXTSTA_ATTRIBUTES, *PDOT11_EXTSTA_ATTRIBUTES;

#define DOT11_SEND_CONTEXT_REVISION_1                           1
typedef struct _DOT11_SEND_CONTEXT {
    NDIS_OBJECT_HEADER Header;
    PVOID pvReserved;
    ULONG uFlags;
    ULONG uPSLifetime;
    ULONG uDelayedSleepValue;
    UCHAR ucTXDataRates[8];
    BOOLEAN bIndicateAssociatedACKs;
    BOOLEAN bIndicateTXStatus;
    UCHAR ucPriority;
    BOOLEAN bDontFragment;
    ULONG dwExtendedStatus;
    HANDLE hIntegrityOffload;
    HANDLE hWEPOffload;
    UCHAR ucWPAMSDUPriority;
    UCHAR ucNumOfRWsOnPeer;
    USHORT usAID;
    PDOT11_PER_MSDU_COUNTERS pDot11PerMSDUCounters;
} DOT11_SEND_CONTEXT, *PDOT11_SEND_CONTEXT;

typedef struct _DOT11_SEND_EXTENSION_INFO {
    ULONG uVersion;
    NDIS_OBJECT_HEADER Header;
    PVOID pvReserved;
    ULONG uFlags;
    ULONG uPSLifetime;
    ULONG uDelayedSleepValue;
    UCHAR ucTXDataRates[8];
    BOOLEAN bIndicateAssociatedACKs;
    BOOLEAN bIndicateTXStatus;
    UCHAR ucPriority;
    BOOLEAN bDontFragment;
    ULONG dwExtendedStatus;
    HANDLE hIntegrityOffload;
    HANDLE hWEPOffload;
    UCHAR ucWPAMSDUPriority;
    UCHAR ucNumOfRWsOnPeer;
    USHORT usAID;
    PDOT11_PER_MSDU_COUNTERS pDot11PerMSDUCounters;
    USHORT usNumberOfFragments;
    DOT11_FRAGMENT_DESCRIPTOR Dot11FragmentDescriptors[1];
} DOT11_SEND_EXTENSION_INFO, *PDOT11_SEND_EXTENSION_INFO;

typedef struct _DOT11_SEND_EXTENSION_INFO_V2 {
    UCHAR ucQoSPriority : 4;
    UCHAR ucAckPolicy : 4;
    USHORT usExtendedTXDataRatesOffset;
    UCHAR ucNumOfExtendedTXDataRates;
    UCHAR ucBuffer[1];
} DOT11_SEND_EXTENSION_INFO_V2, *PDOT11_SEND_EXTENSION_INFO_V2;

#define DOT11_RECV_CONTEXT_REVISION_1                           1
typedef struct _DOT11_RECV_CONTEXT {
    NDIS_OBJECT_HEADER Header;
    PVOID pvReserved;
    DOT11_PHY_TYPE dot11PhyType;
    ULONG uChCenterFrequency;
    LONG lRSSI;
    ULONG uRSSI;
    UCHAR ucPriority;
    UCHAR ucDataRate;
    UCHAR ucPeerMacAddress[6];
    ULONG dwExtendedStatus;
    HANDLE hWEPOffloadContext;
    HANDLE hAuthOffloadContext;
    USHORT usWEPAppliedMask;
    USHORT usWPAMSDUPriority;
    DOT11_IV48_COUNTER dot11LowestIV48Counter;
    USHORT usDot11LeftRWBitMap;
    DOT11_IV48_COUNTER dot11HighestIV48Counter;
    USHORT usDot11RightRWBitMap;
    USHORT usNumberOfMPDUsReceived;
} DOT11_RECV_CONTEXT, *PDOT11_RECV_CONTEXT;

typedef struct _DOT11_STATUS_INDICATION {
    ULONG uStatusType;
    NDIS_STATUS ndisStatus;
} DOT11_STATUS_INDICATION, *PDOT11_STATUS_INDICATION;

#define DOT11_MPDU_MAX_LENGTH_INDICATION_REVISION_1             1
typedef struct DOT11_MPDU_MAX_LENGTH_INDICATION {
    NDIS_OBJECT_HEADER Header;
    ULONG uPhyId;
    ULONG uMPDUMaxLength;
} DOT11_MPDU_MAX_LENGTH_INDICATION, *PDOT11_MPDU_MAX_LENGTH_INDICATION;

#define DOT11_ASSOCIATION_START_PARAMETERS_REVISION_1           1
typedef struct DOT11_ASSOCIATION_START_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    DOT11_MAC_ADDRESS MacAddr;
    DOT11_SSID SSID;
    ULONG uIHVDataOffset;
    ULONG uIHVDataSize;
} DOT11_ASSOCIATION_START_PARAMETERS, *PDOT11_ASSOCIATION_START_PARAMETERS;

typedef struct DOT11_ENCAP_ENTRY {
    USHORT usEtherType;
    USHORT usEncapType;
} DOT11_ENCAP_ENTRY, *PDOT11_ENCAP_ENTRY;

typedef enum DOT11_DS_INFO {
    DOT11_DS_CHANGED,
    DOT11_DS_UNCHANGED,
    DOT11_DS_UNKNOWN,
} DOT11_DS_INFO, *PDOT11_DS_INFO;

#define DOT11_ASSOCIATION_COMPLETION_PARAMETERS_REVISION_1      1
#define DOT11_ASSOCIATION_COMPLETION_PARAMETERS_REVISION_2      2
typedef struct DOT11_ASSOCIATION_COMPLETION_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    DOT11_MAC_ADDRESS MacAddr;
    DOT11_ASSOC_STATUS uStatus;
    BOOLEAN bReAssocReq;
    BOOLEAN bReAssocResp;
    ULONG uAssocReqOffset;
    ULONG uAssocReqSize;
    ULONG uAssocRespOffset;
    ULONG uAssocRespSize;
    ULONG uBeaconOffset;
    ULONG uBeaconSize;
    ULONG uIHVDataOffset;
    ULONG uIHVDataSize;
    DOT11_AUTH_ALGORITHM AuthAlgo;
    DOT11_CIPHER_ALGORITHM UnicastCipher;
    DOT11_CIPHER_ALGORITHM MulticastCipher;
    ULONG uActivePhyListOffset;
    ULONG uActivePhyListSize;
    BOOLEAN bFourAddressSupported;
    BOOLEAN bPortAuthorized;
    UCHAR ucActiveQoSProtocol;
    DOT11_DS_INFO DSInfo;
    ULONG uEncapTableOffset;
    ULONG uEncapTableSize;
    DOT11_CIPHER_ALGORITHM MulticastMgmtCipher;
    ULONG uAssocComebackTime;
} DOT11_ASSOCIATION_COMPLETION_PARAMETERS, *PDOT11_ASSOCIATION_COMPLETION_PARAMETERS;

#define DOT11_CONNECTION_START_PARAMETERS_REVISION_1            1
typedef struct DOT11_CONNECTION_START_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    DOT11_BSS_TYPE BSSType;
    DOT11_MAC_ADDRESS AdhocBSSID;
    DOT11_SSID AdhocSSID;
} DOT11_CONNECTION_START_PARAMETERS, *PDOT11_CONNECTION_START_PARAMETERS;

#define DOT11_CONNECTION_COMPLETION_PARAMETERS_REVISION_1       1
typedef struct DOT11_CONNECTION_COMPLETION_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    DOT11_ASSOC_STATUS uStatus;
} DOT11_CONNECTION_COMPLETION_PARAMETERS, *PDOT11_CONNECTION_COMPLETION_PARAMETERS;

#define DOT11_ROAMING_START_PARAMETERS_REVISION_1               1
typedef struct DOT11_ROAMING_START_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    DOT11_MAC_ADDRESS AdhocBSSID;
    DOT11_SSID AdhocSSID;
    DOT11_ASSOC_STATUS uRoamingReason;
} DOT11_ROAMING_START_PARAMETERS, *PDOT11_ROAMING_START_PARAMETERS;

#define DOT11_ROAMING_COMPLETION_PARAMETERS_REVISION_1          1
typedef struct DOT11_ROAMING_COMPLETION_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    DOT11_ASSOC_STATUS uStatus;
} DOT11_ROAMING_COMPLETION_PARAMETERS, *PDOT11_ROAMING_COMPLETION_PARAMETERS;

#define DOT11_DISASSOCIATION_PARAMETERS_REVISION_1              1
typedef struct DOT11_DISASSOCIATION_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    DOT11_MAC_ADDRESS MacAddr;
    DOT11_ASSOC_STATUS uReason;
    ULONG uIHVDataOffset;
    ULONG uIHVDataSize;
} DOT11_DISASSOCIATION_PARAMETERS, *PDOT11_DISASSOCIATION_PARAMETERS;

#define DOT11_TKIPMIC_FAILURE_PARAMETERS_REVISION_1             1
typedef struct DOT11_TKIPMIC_FAILURE_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    BOOLEAN bDefaultKeyFailure;
    ULONG uKeyIndex;
    DOT11_MAC_ADDRESS PeerMac;
} DOT11_TKIPMIC_FAILURE_PARAMETERS, *PDOT11_TKIPMIC_FAILURE_PARAMETERS;

#define DOT11_PMKID_CANDIDATE_LIST_PARAMETERS_REVISION_1        1
typedef struct DOT11_PMKID_CANDIDATE_LIST_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG uCandidateListSize;
    ULONG uCandidateListOffset;
} DOT11_PMKID_CANDIDATE_LIST_PARAMETERS, *PDOT11_PMKID_CANDIDATE_LIST_PARAMETERS;

typedef struct DOT11_BSSID_CANDIDATE {
    DOT11_MAC_ADDRESS BSSID;
    ULONG uFlags;
} DOT11_BSSID_CANDIDATE, *PDOT11_BSSID_CANDIDATE;

#define DOT11_PHY_STATE_PARAMETERS_REVISION_1                   1
typedef struct DOT11_PHY_STATE_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG uPhyId;
    BOOLEAN bHardwarePhyState;
    BOOLEAN bSoftwarePhyState;
} DOT11_PHY_STATE_PARAMETERS, *PDOT11_PHY_STATE_PARAMETERS;

typedef struct DOT11_LINK_QUALITY_ENTRY {
    DOT11_MAC_ADDRESS PeerMacAddr;
    UCHAR ucLinkQuality;
} DOT11_LINK_QUALITY_ENTRY, *PDOT11_LINK_QUALITY_ENTRY;

#define DOT11_LINK_QUALITY_PARAMETERS_REVISION_1                1
typedef struct DOT11_LINK_QUALITY_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG uLinkQualityListSize;
    ULONG uLinkQualityListOffset;
} DOT11_LINK_QUALITY_PARAMETERS, *PDOT11_LINK_QUALITY_PARAMETERS;

#define DOT11_EXTAP_SEND_CONTEXT_REVISION_1                     1
typedef struct DOT11_EXTSTA_SEND_CONTEXT {
    NDIS_OBJECT_HEADER Header;
    USHORT usExemptionActionType;
    ULONG uPhyId;
    ULONG uDelayedSleepValue;
    PVOID pvMediaSpecificInfo;
    ULONG uSendFlags;
} DOT11_EXTAP_SEND_CONTEXT, DOT11_EXTSTA_SEND_CONTEXT, *PDOT11_EXTAP_SEND_CONTEXT, *PDOT11_EXTSTA_SEND_CONTEXT;

#define DOT11_EXTAP_RECV_CONTEXT_REVISION_1                     1
typedef struct DOT11_EXTSTA_RECV_CONTEXT {
    NDIS_OBJECT_HEADER Header;
    ULONG uReceiveFlags;
    ULONG uPhyId;
    ULONG uChCenterFrequency;
    USHORT usNumberOfMPDUsReceived;
    LONG lRSSI;
    UCHAR ucDataRate;
    ULONG uSizeMediaSpecificInfo;
    PVOID pvMediaSpecificInfo;
    ULONGLONG ullTimestamp;
} DOT11_EXTAP_RECV_CONTEXT, DOT11_EXTSTA_RECV_CONTEXT, *PDOT11_EXTAP_RECV_CONTEXT, *PDOT11_EXTSTA_RECV_CONTEXT;

#define DOT11_EXTAP_ATTRIBUTES_REVISION_1                       1
typedef struct _DOT11_EXTAP_ATTRIBUTES {
    NDIS_OBJECT_HEADER Header;
    ULONG uScanSSIDListSize;
    ULONG uDesiredSSIDListSize;
    ULONG uPrivacyExemptionListSize;
    ULONG uAssociationTableSize;
    ULONG uDefaultKeyTableSize;
    ULONG uWEPKeyValueMaxLength;
    BOOLEAN bStrictlyOrderedServiceClassImplemented;
    ULONG uNumSupportedCountryOrRegionStrings;
    PDOT11_COUNTRY_OR_REGION_STRING pSupportedCountryOrRegionStrings;
    ULONG uInfraNumSupportedUcastAlgoPairs;
    PDOT11_AUTH_CIPHER_PAIR pInfraSupportedUcastAlgoPairs;
    ULONG uInfraNumSupportedMcastAlgoPairs;
    PDOT11_AUTH_CIPHER_PAIR pInfraSupportedMcastAlgoPairs;
} DOT11_EXTAP_ATTRIBUTES, *PDOT11_EXTAP_ATTRIBUTES;
#define NDIS_SIZEOF_DOT11_EXTAP_ATTRIBUTES_REVISION_1           RTL_SIZEOF_THROUGH_FIELD(DOT11_EXTAP_ATTRIBUTES, pInfraSupportedMcastAlgoPairs)

#define DOT11_INCOMING_ASSOC_STARTED_PARAMETERS_REVISION_1      1
typedef struct _DOT11_INCOMING_ASSOC_STARTED_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    DOT11_MAC_ADDRESS PeerMacAddr;
} DOT11_INCOMING_ASSOC_STARTED_PARAMETERS, *PDOT11_INCOMING_ASSOC_STARTED_PARAMETERS;

#define DOT11_INCOMING_ASSOC_REQUEST_RECEIVED_PARAMETERS_REVISION_1 1
typedef struct _DOT11_INCOMING_ASSOC_REQUEST_RECEIVED_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    DOT11_MAC_ADDRESS PeerMacAddr;
    BOOLEAN bReAssocReq;
    ULONG uAssocReqOffset;
    ULONG uAssocReqSize;
} DOT11_INCOMING_ASSOC_REQUEST_RECEIVED_PARAMETERS, *PDOT11_INCOMING_ASSOC_REQUEST_RECEIVED_PARAMETERS;

#define DOT11_INCOMING_ASSOC_COMPLETION_PARAMETERS_REVISION_1   1
typedef struct _DOT11_INCOMING_ASSOC_COMPLETION_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    DOT11_MAC_ADDRESS PeerMacAddr;
    ULONG uStatus;
    UCHAR ucErrorSource;
    BOOLEAN bReAssocReq;
    BOOLEAN bReAssocResp;
    ULONG uAssocReqOffset;
    ULONG uAssocReqSize;
    ULONG uAssocRespOffset;
    ULONG uAssocRespSize;
    DOT11_AUTH_ALGORITHM AuthAlgo;
    DOT11_CIPHER_ALGORITHM UnicastCipher;
    DOT11_CIPHER_ALGORITHM MulticastCipher;
    ULONG uActivePhyListOffset;
    ULONG uActivePhyListSize;
    ULONG uBeaconOffset;
    ULONG uBeaconSize;
} DOT11_INCOMING_ASSOC_COMPLETION_PARAMETERS, *PDOT11_INCOMING_ASSOC_COMPLETION_PARAMETERS;

#define DOT11_STOP_AP_PARAMETERS_REVISION_1                     1
typedef struct _DOT11_STOP_AP_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG ulReason;
} DOT11_STOP_AP_PARAMETERS, *PDOT11_STOP_AP_PARAMETERS;

#define DOT11_PHY_FREQUENCY_ADOPTED_PARAMETERS_REVISION_1       1
typedef struct _DOT11_PHY_FREQUENCY_ADOPTED_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG ulPhyId;
    union {
        ULONG ulChannel;
        ULONG ulFrequency;
    };
} DOT11_PHY_FREQUENCY_ADOPTED_PARAMETERS, *PDOT11_PHY_FREQUENCY_ADOPTED_PARAMETERS;

#define DOT11_CAN_SUSTAIN_AP_PARAMETERS_REVISION_1              1
typedef struct _DOT11_CAN_SUSTAIN_AP_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG ulReason;
} DOT11_CAN_SUSTAIN_AP_PARAMETERS, *PDOT11_CAN_SUSTAIN_AP_PARAMETERS;

#define DOT11_AVAILABLE_CHANNEL_LIST_REVISION_1                 1
typedef struct _DOT11_AVAILABLE_CHANNEL_LIST {
    NDIS_OBJECT_HEADER Header;
    ULONG uNumOfEntries;
    ULONG uTotalNumOfEntries;
    ULONG uChannelNumber[1];
} DOT11_AVAILABLE_CHANNEL_LIST, *PDOT11_AVAILABLE_CHANNEL_LIST;

#define DOT11_AVAILABLE_FREQUENCY_LIST_REVISION_1               1
typedef struct _DOT11_AVAILABLE_FREQUENCY_LIST {
    NDIS_OBJECT_HEADER Header;
    ULONG uNumOfEntries;
    ULONG uTotalNumOfEntries;
    ULONG uFrequencyValue[1];
} DOT11_AVAILABLE_FREQUENCY_LIST, *PDOT11_AVAILABLE_FREQUENCY_LIST;

#define DOT11_DISASSOCIATE_PEER_REQUEST_REVISION_1              1
typedef struct _DOT11_DISASSOCIATE_PEER_REQUEST {
    NDIS_OBJECT_HEADER Header;
    DOT11_MAC_ADDRESS PeerMacAddr;
    USHORT usReason;
} DOT11_DISASSOCIATE_PEER_REQUEST, *PDOT11_DISASSOCIATE_PEER_REQUEST;

#define DOT11_INCOMING_ASSOC_DECISION_REVISION_1                1
#define DOT11_INCOMING_ASSOC_DECISION_REVISION_2                2
typedef struct _DOT11_INCOMING_ASSOC_DECISION {
    NDIS_OBJECT_HEADER Header;
    DOT11_MAC_ADDRESS PeerMacAddr;
    BOOLEAN bAccept;
    USHORT usReasonCode;
    ULONG uAssocResponseIEsOffset;
    ULONG uAssocResponseIEsLength;
} DOT11_INCOMING_ASSOC_DECISION, *PDOT11_INCOMING_ASSOC_DECISION;

typedef struct _DOT11_INCOMING_ASSOC_DECISION_V2 {
    NDIS_OBJECT_HEADER Header;
    DOT11_MAC_ADDRESS PeerMacAddr;
    BOOLEAN bAccept;
    USHORT usReasonCode;
    ULONG uAssocResponseIEsOffset;
    ULONG uAssocResponseIEsLength;
    DOT11_WFD_STATUS_CODE WFDStatus;
} DOT11_INCOMING_ASSOC_DECISION_V2, *PDOT11_INCOMING_ASSOC_DECISION_V2;

#define DOT11_ADDITIONAL_IE_REVISION_1                          1
typedef struct _DOT11_ADDITIONAL_IE {
    NDIS_OBJECT_HEADER Header;
    ULONG uBeaconIEsOffset;
    ULONG uBeaconIEsLength;
    ULONG uResponseIEsOffset;
    ULONG uResponseIEsLength;
} DOT11_ADDITIONAL_IE, *PDOT11_ADDITIONAL_IE;

typedef struct _DOT11_PEER_STATISTICS {
    ULONGLONG ullDecryptSuccessCount;
    ULONGLONG ullDecryptFailureCount;
    ULONGLONG ullTxPacketSuccessCount;
    ULONGLONG ullTxPacketFailureCount;
    ULONGLONG ullRxPacketSuccessCount;
    ULONGLONG ullRxPacketFailureCount;
} DOT11_PEER_STATISTICS, *PDOT11_PEER_STATISTICS;

typedef struct _DOT11_PEER_INFO {
    DOT11_MAC_ADDRESS MacAddress;
    USHORT usCapabilityInformation;
    DOT11_AUTH_ALGORITHM AuthAlgo;
    DOT11_CIPHER_ALGORITHM UnicastCipherAlgo;
    DOT11_CIPHER_ALGORITHM MulticastCipherAlgo;
    BOOLEAN bWpsEnabled;
    USHORT usListenInterval;
    UCHAR ucSupportedRates[255];
    USHORT usAssociationID;
    DOT11_ASSOCIATION_STATE AssociationState;
    DOT11_POWER_MODE PowerMode;
    LARGE_INTEGER liAssociationUpTime;
    DOT11_PEER_STATISTICS Statistics;
} DOT11_PEER_INFO, *PDOT11_PEER_INFO;

#define DOT11_PEER_INFO_LIST_REVISION_1                         1
typedef struct _DOT11_PEER_INFO_LIST {
    NDIS_OBJECT_HEADER Header;
    ULONG uNumOfEntries;
    ULONG uTotalNumOfEntries;
    DOT11_PEER_INFO PeerInfo[1];
} DOT11_PEER_INFO_LIST, *PDOT11_PEER_INFO_LIST;

#define DOT11_VWIFI_COMBINATION_REVISION_1                      1
#define DOT11_VWIFI_COMBINATION_REVISION_2                      2
#define DOT11_VWIFI_COMBINATION_REVISION_3                      3
typedef struct _DOT11_VWIFI_COMBINATION {
    NDIS_OBJECT_HEADER Header;
    ULONG uNumInfrastructure;
    ULONG uNumAdhoc;
    ULONG uNumSoftAP;
} DOT11_VWIFI_COMBINATION, *PDOT11_VWIFI_COMBINATION;

typedef struct _DOT11_VWIFI_COMBINATION_V2 {
    NDIS_OBJECT_HEADER Header;
    ULONG uNumInfrastructure;
    ULONG uNumAdhoc;
    ULONG uNumSoftAP;
    ULONG uNumVirtualStation;
} DOT11_VWIFI_COMBINATION_V2, *PDOT11_VWIFI_COMBINATION_V2;

typedef struct _DOT11_VWIFI_COMBINATION_V3 {
    NDIS_OBJECT_HEADER Header;
    ULONG uNumInfrastructure;
    ULONG uNumAdhoc;
    ULONG uNumSoftAP;
    ULONG uNumVirtualStation;
    ULONG uNumWFDGroup;
} DOT11_VWIFI_COMBINATION_V3, *PDOT11_VWIFI_COMBINATION_V3;

#define DOT11_VWIFI_ATTRIBUTES_REVISION_1                       1
typedef struct DOT11_VWIFI_ATTRIBUTES {
    NDIS_OBJECT_HEADER Header;
    ULONG uTotalNumOfEntries;
    DOT11_VWIFI_COMBINATION Combinations[1];
} DOT11_VWIFI_ATTRIBUTES, *PDOT11_VWIFI_ATTRIBUTES;

#define DOT11_MAC_PARAMETERS_REVISION_1                         1
typedef struct _DOT11_MAC_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG uOpmodeMask;
} DOT11_MAC_PARAMETERS, *PDOT11_MAC_PARAMETERS;

typedef struct DOT11_MAC_INFO {
    ULONG uReserved;
    ULONG uNdisPortNumber;
    DOT11_MAC_ADDRESS MacAddr;
} DOT11_MAC_INFO, *PDOT11_MAC_INFO;

typedef DOT11_MAC_ADDRESS *PDOT11_MAC_ADDRESS;

#define DOT11_WFD_ATTRIBUTES_REVISION_1                         1
typedef struct _DOT11_WFD_ATTRIBUTES {
    NDIS_OBJECT_HEADER Header;
    ULONG uNumConcurrentGORole;
    ULONG uNumConcurrentClientRole;
    ULONG WPSVersionsSupported;
    BOOLEAN bServiceDiscoverySupported;
    BOOLEAN bClientDiscoverabilitySupported;
    BOOLEAN bInfrastructureManagementSupported;
    ULONG uMaxSecondaryDeviceTypeListSize;
    DOT11_MAC_ADDRESS DeviceAddress;
    ULONG uInterfaceAddressListCount;
    PDOT11_MAC_ADDRESS pInterfaceAddressList;
    ULONG uNumSupportedCountryOrRegionStrings;
    PDOT11_COUNTRY_OR_REGION_STRING pSupportedCountryOrRegionStrings;
    ULONG uDiscoveryFilterListSize;
    ULONG uGORoleClientTableSize;
} DOT11_WFD_ATTRIBUTES, *PDOT11_WFD_ATTRIBUTES;

typedef struct _DOT11_WFD_DEVICE_TYPE {
    USHORT CategoryID;
    USHORT SubCategoryID;
    UCHAR OUI[4];
} DOT11_WFD_DEVICE_TYPE, *PDOT11_WFD_DEVICE_TYPE;

typedef struct _DOT11_WPS_DEVICE_NAME {
    ULONG uDeviceNameLength;
    UCHAR ucDeviceName[32];
} DOT11_WPS_DEVICE_NAME, *PDOT11_WPS_DEVICE_NAME;

typedef struct _DOT11_WFD_CONFIGURATION_TIMEOUT {
    UCHAR GOTimeout;
    UCHAR ClientTimeout;
} DOT11_WFD_CONFIGURATION_TIMEOUT, *PDOT11_WFD_CONFIGURATION_TIMEOUT;

typedef struct _DOT11_WFD_GROUP_ID {
    DOT11_MAC_ADDRESS DeviceAddress;
    DOT11_SSID SSID;
} DOT11_WFD_GROUP_ID, *PDOT11_WFD_GROUP_ID;

typedef struct _DOT11_WFD_GO_INTENT {
    UCHAR TieBreaker : 1;
    UCHAR Intent : 7;
} DOT11_WFD_GO_INTENT, *PDOT11_WFD_GO_INTENT;

typedef struct _DOT11_WFD_CHANNEL {
    DOT11_COUNTRY_OR_REGION_STRING CountryRegionString;
    UCHAR OperatingClass;
    UCHAR ChannelNumber;
} DOT11_WFD_CHANNEL, *PDOT11_WFD_CHANNEL;

typedef struct _WFDSVC_CONNECTION_CAPABILITY {
    BOOLEAN bNew;
    BOOLEAN bClient;
    BOOLEAN bGO;
} WFDSVC_CONNECTION_CAPABILITY, *PWFDSVC_CONNECTION_CAPABILITY;

typedef UCHAR DOT11_WFD_SERVICE_HASH[6];

typedef struct _DOT11_WFD_SERVICE_HASH_LIST {
    USHORT ServiceHashCount;
    DOT11_WFD_SERVICE_HASH ServiceHash[1];
} DOT11_WFD_SERVICE_HASH_LIST, *PDOT11_WFD_SERVICE_HASH_LIST;

typedef struct _DOT11_WFD_ADVERTISEMENT_ID {
    ULONG AdvertisementID;
    DOT11_MAC_ADDRESS ServiceAddress;
} DOT11_WFD_ADVERTISEMENT_ID, *PDOT11_WFD_ADVERTISEMENT_ID;

typedef struct _DOT11_WFD_SESSION_ID {
    ULONG SessionID;
    DOT11_MAC_ADDRESS SessionAddress;
} DOT11_WFD_SESSION_ID, *PDOT11_WFD_SESSION_ID;

typedef struct _DOT11_WFD_ADVERTISED_SERVICE_DESCRIPTOR {
    ULONG AdvertisementID;
    USHORT ConfigMethods;
    UCHAR ServiceNameLength;
    UCHAR ServiceName[255];
} DOT11_WFD_ADVERTISED_SERVICE_DESCRIPTOR, *PDOT11_WFD_ADVERTISED_SERVICE_DESCRIPTOR;

typedef struct _DOT11_WFD_ADVERTISED_SERVICE_LIST {
    USHORT ServiceCount;
    DOT11_WFD_ADVERTISED_SERVICE_DESCRIPTOR AdvertisedService[1];
} DOT11_WFD_ADVERTISED_SERVICE_LIST, *PDOT11_WFD_ADVERTISED_SERVICE_LIST;

#define DOT11_WFD_DISCOVER_COMPLETE_PARAMETERS_REVISION_1       1
typedef struct _DOT11_WFD_DISCOVER_COMPLETE_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    NDIS_STATUS Status;
    ULONG uNumOfEntries;
    ULONG uTotalNumOfEntries;
    ULONG uListOffset;
    ULONG uListLength;
} DOT11_WFD_DISCOVER_COMPLETE_PARAMETERS, *PDOT11_WFD_DISCOVER_COMPLETE_PARAMETERS;

#define DOT11_GO_NEGOTIATION_REQUEST_SEND_COMPLETE_PARAMETERS_REVISION_1 1
typedef struct _DOT11_GO_NEGOTIATION_REQUEST_SEND_COMPLETE_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    DOT11_MAC_ADDRESS PeerDeviceAddress;
    DOT11_DIALOG_TOKEN DialogToken;
    NDIS_STATUS Status;
    ULONG uIEsOffset;
    ULONG uIEsLength;
} DOT11_GO_NEGOTIATION_REQUEST_SEND_COMPLETE_PARAMETERS, *PDOT11_GO_NEGOTIATION_REQUEST_SEND_COMPLETE_PARAMETERS;

#define DOT11_RECEIVED_GO_NEGOTIATION_REQUEST_PARAMETERS_REVISION_1 1
typedef struct _DOT11_RECEIVED_GO_NEGOTIATION_REQUEST_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    DOT11_MAC_ADDRESS PeerDeviceAddress;
    DOT11_DIALOG_TOKEN DialogToken;
    PVOID RequestContext;
    ULONG uIEsOffset;
    ULONG uIEsLength;
} DOT11_RECEIVED_GO_NEGOTIATION_REQUEST_PARAMETERS, *PDOT11_RECEIVED_GO_NEGOTIATION_REQUEST_PARAMETERS;

#define DOT11_GO_NEGOTIATION_RESPONSE_SEND_COMPLETE_PARAMETERS_REVISION_1 1
typedef struct _DOT11_GO_NEGOTIATION_RESPONSE_SEND_COMPLETE_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    DOT11_MAC_ADDRESS PeerDeviceAddress;
    DOT11_DIALOG_TOKEN DialogToken;
    NDIS_STATUS Status;
    ULONG uIEsOffset;
    ULONG uIEsLength;
} DOT11_GO_NEGOTIATION_RESPONSE_SEND_COMPLETE_PARAMETERS, *PDOT11_GO_NEGOTIATION_RESPONSE_SEND_COMPLETE_PARAMETERS;

#define DOT11_RECEIVED_GO_NEGOTIATION_RESPONSE_PARAMETERS_REVISION_1 1
typedef struct _DOT11_RECEIVED_GO_NEGOTIATION_RESPONSE_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    DOT11_MAC_ADDRESS PeerDeviceAddress;
    DOT11_DIALOG_TOKEN DialogToken;
    PVOID ResponseContext;
    ULONG uIEsOffset;
    ULONG uIEsLength;
} DOT11_RECEIVED_GO_NEGOTIATION_RESPONSE_PARAMETERS, *PDOT11_RECEIVED_GO_NEGOTIATION_RESPONSE_PARAMETERS;

#define DOT11_GO_NEGOTIATION_CONFIRMATION_SEND_COMPLETE_PARAMETERS_REVISION_1 1
typedef struct _DOT11_GO_NEGOTIATION_CONFIRMATION_SEND_COMPLETE_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    DOT11_MAC_ADDRESS PeerDeviceAddress;
    DOT11_DIALOG_TOKEN DialogToken;
    NDIS_STATUS Status;
    ULONG uIEsOffset;
    ULONG uIEsLength;
} DOT11_GO_NEGOTIATION_CONFIRMATION_SEND_COMPLETE_PARAMETERS, *PDOT11_GO_NEGOTIATION_CONFIRMATION_SEND_COMPLETE_PARAMETERS;

#define DOT11_RECEIVED_GO_NEGOTIATION_CONFIRMATION_PARAMETERS_REVISION_1 1
typedef struct _DOT11_RECEIVED_GO_NEGOTIATION_CONFIRMATION_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    DOT11_MAC_ADDRESS PeerDeviceAddress;
    DOT11_DIALOG_TOKEN DialogToken;
    ULONG uIEsOffset;
    ULONG uIEsLength;
} DOT11_RECEIVED_GO_NEGOTIATION_CONFIRMATION_PARAMETERS, *PDOT11_RECEIVED_GO_NEGOTIATION_CONFIRMATION_PARAMETERS;

#define DOT11_INVITATION_REQUEST_SEND_COMPLETE_PARAMETERS_REVISION_1 1
typedef struct _DOT11_INVITATION_REQUEST_SEND_COMPLETE_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    DOT11_MAC_ADDRESS PeerDeviceAddress;
    DOT11_MAC_ADDRESS ReceiverAddress;
    DOT11_DIALOG_TOKEN DialogToken;
    NDIS_STATUS Status;
    ULONG uIEsOffset;
    ULONG uIEsLength;
} DOT11_INVITATION_REQUEST_SEND_COMPLETE_PARAMETERS, *PDOT11_INVITATION_REQUEST_SEND_COMPLETE_PARAMETERS;

#define DOT11_RECEIVED_INVITATION_REQUEST_PARAMETERS_REVISION_1 1
typedef struct _DOT11_RECEIVED_INVITATION_REQUEST_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    DOT11_MAC_ADDRESS TransmitterDeviceAddress;
    DOT11_MAC_ADDRESS BSSID;
    DOT11_DIALOG_TOKEN DialogToken;
    PVOID RequestContext;
    ULONG uIEsOffset;
    ULONG uIEsLength;
} DOT11_RECEIVED_INVITATION_REQUEST_PARAMETERS, *PDOT11_RECEIVED_INVITATION_REQUEST_PARAMETERS;

#define DOT11_INVITATION_RESPONSE_SEND_COMPLETE_PARAMETERS_REVISION_1 1
typedef struct _DOT11_INVITATION_RESPONSE_SEND_COMPLETE_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    DOT11_MAC_ADDRESS ReceiverDeviceAddress;
    DOT11_DIALOG_TOKEN DialogToken;
    NDIS_STATUS Status;
    ULONG uIEsOffset;
    ULONG uIEsLength;
} DOT11_INVITATION_RESPONSE_SEND_COMPLETE_PARAMETERS, *PDOT11_INVITATION_RESPONSE_SEND_COMPLETE_PARAMETERS;

#define DOT11_RECEIVED_INVITATION_RESPONSE_PARAMETERS_REVISION_1 1
typedef struct _DOT11_RECEIVED_INVITATION_RESPONSE_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    DOT11_MAC_ADDRESS TransmitterDeviceAddress;
    DOT11_MAC_ADDRESS BSSID;
    DOT11_DIALOG_TOKEN DialogToken;
    ULONG uIEsOffset;
    ULONG uIEsLength;
} DOT11_RECEIVED_INVITATION_RESPONSE_PARAMETERS, *PDOT11_RECEIVED_INVITATION_RESPONSE_PARAMETERS;

#define DOT11_PROVISION_DISCOVERY_REQUEST_SEND_COMPLETE_PARAMETERS_REVISION_1 1
typedef struct _DOT11_PROVISION_DISCOVERY_REQUEST_SEND_COMPLETE_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    DOT11_MAC_ADDRESS PeerDeviceAddress;
    DOT11_MAC_ADDRESS ReceiverAddress;
    DOT11_DIALOG_TOKEN DialogToken;
    NDIS_STATUS Status;
    ULONG uIEsOffset;
    ULONG uIEsLength;
} DOT11_PROVISION_DISCOVERY_REQUEST_SEND_COMPLETE_PARAMETERS, *PDOT11_PROVISION_DISCOVERY_REQUEST_SEND_COMPLETE_PARAMETERS;

#define DOT11_RECEIVED_PROVISION_DISCOVERY_REQUEST_PARAMETERS_REVISION_1 1
typedef struct _DOT11_RECEIVED_PROVISION_DISCOVERY_REQUEST_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    DOT11_MAC_ADDRESS TransmitterDeviceAddress;
    DOT11_MAC_ADDRESS BSSID;
    DOT11_DIALOG_TOKEN DialogToken;
    PVOID RequestContext;
    ULONG uIEsOffset;
    ULONG uIEsLength;
} DOT11_RECEIVED_PROVISION_DISCOVERY_REQUEST_PARAMETERS, *PDOT11_RECEIVED_PROVISION_DISCOVERY_REQUEST_PARAMETERS;

#define DOT11_PROVISION_DISCOVERY_RESPONSE_SEND_COMPLETE_PARAMETERS_REVISION_1 1
typedef struct _DOT11_PROVISION_DISCOVERY_RESPONSE_SEND_COMPLETE_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    DOT11_MAC_ADDRESS ReceiverDeviceAddress;
    DOT11_DIALOG_TOKEN DialogToken;
    NDIS_STATUS Status;
    ULONG uIEsOffset;
    ULONG uIEsLength;
} DOT11_PROVISION_DISCOVERY_RESPONSE_SEND_COMPLETE_PARAMETERS, *PDOT11_PROVISION_DISCOVERY_RESPONSE_SEND_COMPLETE_PARAMETERS;

#define DOT11_RECEIVED_PROVISION_DISCOVERY_RESPONSE_PARAMETERS_REVISION_1 1
typedef struct _DOT11_RECEIVED_PROVISION_DISCOVERY_RESPONSE_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    DOT11_MAC_ADDRESS TransmitterDeviceAddress;
    DOT11_MAC_ADDRESS BSSID;
    DOT11_DIALOG_TOKEN DialogToken;
    ULONG uIEsOffset;
    ULONG uIEsLength;
} DOT11_RECEIVED_PROVISION_DISCOVERY_RESPONSE_PARAMETERS, *PDOT11_RECEIVED_PROVISION_DISCOVERY_RESPONSE_PARAMETERS;

typedef enum _DOT11_ANQP_QUERY_RESULT {
    dot11_ANQP_query_result_success,
    dot11_ANQP_query_result_failure,
    dot11_ANQP_query_result_timed_out,
    dot11_ANQP_query_result_resources,
    dot11_ANQP_query_result_advertisement_protocol_not_supported_on_remote,
    dot11_ANQP_query_result_gas_protocol_failure,
    dot11_ANQP_query_result_advertisement_server_not_responding,
    dot11_ANQP_query_result_access_issues,
} DOT11_ANQP_QUERY_RESULT, *PDOT11_ANQP_QUERY_RESULT;

#define DOT11_ANQP_QUERY_COMPLETE_PARAMETERS_REVISION_1         1
typedef struct _DOT11_ANQP_QUERY_COMPLETE_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    DOT11_ANQP_QUERY_RESULT Status;
    HANDLE hContext;
    ULONG uResponseLength;
} DOT11_ANQP_QUERY_COMPLETE_PARAMETERS, *PDOT11_ANQP_QUERY_COMPLETE_PARAMETERS;

#define DOT11_WFD_DEVICE_CAPABILITY_CONFIG_REVISION_1           1
typedef struct _DOT11_WFD_DEVICE_CAPABILITY_CONFIG {
    NDIS_OBJECT_HEADER Header;
    BOOLEAN bServiceDiscoveryEnabled;
    BOOLEAN bClientDiscoverabilityEnabled;
    BOOLEAN bConcurrentOperationSupported;
    BOOLEAN bInfrastructureManagementEnabled;
    BOOLEAN bDeviceLimitReached;
    BOOLEAN bInvitationProcedureEnabled;
    ULONG WPSVersionsEnabled;
} DOT11_WFD_DEVICE_CAPABILITY_CONFIG, *PDOT11_WFD_DEVICE_CAPABILITY_CONFIG;

#define DOT11_WFD_GROUP_OWNER_CAPABILITY_CONFIG_REVISION_1      1
#define DOT11_WFD_GROUP_OWNER_CAPABILITY_CONFIG_REVISION_2      2
typedef struct _DOT11_WFD_GROUP_OWNER_CAPABILITY_CONFIG {
    NDIS_OBJECT_HEADER Header;
    BOOLEAN bPersistentGroupEnabled;
    BOOLEAN bIntraBSSDistributionSupported;
    BOOLEAN bCrossConnectionSupported;
    BOOLEAN bPersistentReconnectSupported;
    BOOLEAN bGroupFormationEnabled;
    ULONG uMaximumGroupLimit;
} DOT11_WFD_GROUP_OWNER_CAPABILITY_CONFIG, *PDOT11_WFD_GROUP_OWNER_CAPABILITY_CONFIG;

typedef struct _DOT11_WFD_GROUP_OWNER_CAPABILITY_CONFIG_V2 {
    NDIS_OBJECT_HEADER Header;
    BOOLEAN bPersistentGroupEnabled;
    BOOLEAN bIntraBSSDistributionSupported;
    BOOLEAN bCrossConnectionSupported;
    BOOLEAN bPersistentReconnectSupported;
    BOOLEAN bGroupFormationEnabled;
    ULONG uMaximumGroupLimit;
    BOOLEAN bEapolKeyIpAddressAllocationSupported;
} DOT11_WFD_GROUP_OWNER_CAPABILITY_CONFIG_V2, *PDOT11_WFD_GROUP_OWNER_CAPABILITY_CONFIG_V2;

#define DOT11_WFD_DEVICE_INFO_REVISION_1                        1
typedef struct _DOT11_WFD_DEVICE_INFO {
    NDIS_OBJECT_HEADER Header;
    DOT11_MAC_ADDRESS DeviceAddress;
    USHORT ConfigMethods;
    DOT11_WFD_DEVICE_TYPE PrimaryDeviceType;
    DOT11_WPS_DEVICE_NAME DeviceName;
} DOT11_WFD_DEVICE_INFO, *PDOT11_WFD_DEVICE_INFO;

#define DOT11_WFD_SECONDARY_DEVICE_TYPE_LIST_REVISION_1         1
typedef struct _DOT11_WFD_SECONDARY_DEVICE_TYPE_LIST {
    NDIS_OBJECT_HEADER Header;
    ULONG uNumOfEntries;
    ULONG uTotalNumOfEntries;
    DOT11_WFD_DEVICE_TYPE SecondaryDeviceTypes[1];
} DOT11_WFD_SECONDARY_DEVICE_TYPE_LIST, *PDOT11_WFD_SECONDARY_DEVICE_TYPE_LIST;

typedef struct _DOT11_WFD_DISCOVER_DEVICE_FILTER {
    DOT11_MAC_ADDRESS DeviceID;
    UCHAR ucBitmask;
    DOT11_SSID GroupSSID;
} DOT11_WFD_DISCOVER_DEVICE_FILTER, *PDOT11_WFD_DISCOVER_DEVICE_FILTER;

typedef enum _DOT11_WFD_DISCOVER_TYPE {
    dot11_wfd_discover_type_scan_only = 1,
    dot11_wfd_discover_type_find_only,
    dot11_wfd_discover_type_auto,
    dot11_wfd_discover_type_scan_social_channels,
    dot11_wfd_discover_type_forced = -2147483648,
} DOT11_WFD_DISCOVER_TYPE, *PDOT11_WFD_DISCOVER_TYPE;

typedef enum _DOT11_WFD_SCAN_TYPE {
    dot11_wfd_scan_type_active = 1,
    dot11_wfd_scan_type_passive,
    dot11_wfd_scan_type_auto,
} DOT11_WFD_SCAN_TYPE, *PDOT11_WFD_SCAN_TYPE;

#define DOT11_WFD_DISCOVER_REQUEST_REVISION_1                   1
typedef struct _DOT11_WFD_DISCOVER_REQUEST {
    NDIS_OBJECT_HEADER Header;
    DOT11_WFD_DISCOVER_TYPE DiscoverType;
    DOT11_WFD_SCAN_TYPE ScanType;
    ULONG uDiscoverTimeout;
    ULONG uDeviceFilterListOffset;
    ULONG uNumDeviceFilters;
    ULONG uIEsOffset;
    ULONG uIEsLength;
    BOOLEAN bForceScanLegacyNetworks;
} DOT11_WFD_DISCOVER_REQUEST, *PDOT11_WFD_DISCOVER_REQUEST;

typedef struct _DOT11_WFD_DEVICE_ENTRY {
    ULONG uPhyId;
    DOT11_BSS_ENTRY_PHY_SPECIFIC_INFO PhySpecificInfo;
    DOT11_MAC_ADDRESS dot11BSSID;
    DOT11_BSS_TYPE dot11BSSType;
    DOT11_MAC_ADDRESS TransmitterAddress;
    LONG lRSSI;
    ULONG uLinkQuality;
    USHORT usBeaconPeriod;
    ULONGLONG ullTimestamp;
    ULONGLONG ullBeaconHostTimestamp;
    ULONGLONG ullProbeResponseHostTimestamp;
    USHORT usCapabilityInformation;
    ULONG uBeaconIEsOffset;
    ULONG uBeaconIEsLength;
    ULONG uProbeResponseIEsOffset;
    ULONG uProbeResponseIEsLength;
} DOT11_WFD_DEVICE_ENTRY, *PDOT11_WFD_DEVICE_ENTRY;

#define DOT11_WFD_ADDITIONAL_IE_REVISION_1                      1
typedef struct _DOT11_WFD_ADDITIONAL_IE {
    NDIS_OBJECT_HEADER Header;
    ULONG uBeaconIEsOffset;
    ULONG uBeaconIEsLength;
    ULONG uProbeResponseIEsOffset;
    ULONG uProbeResponseIEsLength;
    ULONG uDefaultRequestIEsOffset;
    ULONG uDefaultRequestIEsLength;
} DOT11_WFD_ADDITIONAL_IE, *PDOT11_WFD_ADDITIONAL_IE;

#define DOT11_SEND_GO_NEGOTIATION_REQUEST_PARAMETERS_REVISION_1 1
typedef struct _DOT11_SEND_GO_NEGOTIATION_REQUEST_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    DOT11_MAC_ADDRESS PeerDeviceAddress;
    DOT11_DIALOG_TOKEN DialogToken;
    ULONG uSendTimeout;
    DOT11_WFD_GO_INTENT GroupOwnerIntent;
    DOT11_WFD_CONFIGURATION_TIMEOUT MinimumConfigTimeout;
    DOT11_MAC_ADDRESS IntendedInterfaceAddress;
    DOT11_WFD_GROUP_CAPABILITY GroupCapability;
    ULONG uIEsOffset;
    ULONG uIEsLength;
} DOT11_SEND_GO_NEGOTIATION_REQUEST_PARAMETERS, *PDOT11_SEND_GO_NEGOTIATION_REQUEST_PARAMETERS;

#define DOT11_SEND_GO_NEGOTIATION_RESPONSE_PARAMETERS_REVISION_1 1
typedef struct _DOT11_SEND_GO_NEGOTIATION_RESPONSE_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    DOT11_MAC_ADDRESS PeerDeviceAddress;
    DOT11_DIALOG_TOKEN DialogToken;
    PVOID RequestContext;
    ULONG uSendTimeout;
    DOT11_WFD_STATUS_CODE Status;
    DOT11_WFD_GO_INTENT GroupOwnerIntent;
    DOT11_WFD_CONFIGURATION_TIMEOUT MinimumConfigTimeout;
    DOT11_MAC_ADDRESS IntendedInterfaceAddress;
    DOT11_WFD_GROUP_CAPABILITY GroupCapability;
    DOT11_WFD_GROUP_ID GroupID;
    BOOLEAN bUseGroupID;
    ULONG uIEsOffset;
    ULONG uIEsLength;
} DOT11_SEND_GO_NEGOTIATION_RESPONSE_PARAMETERS, *PDOT11_SEND_GO_NEGOTIATION_RESPONSE_PARAMETERS;

#define DOT11_SEND_GO_NEGOTIATION_CONFIRMATION_PARAMETERS_REVISION_1 1
typedef struct _DOT11_SEND_GO_NEGOTIATION_CONFIRMATION_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    DOT11_MAC_ADDRESS PeerDeviceAddress;
    DOT11_DIALOG_TOKEN DialogToken;
    PVOID ResponseContext;
    ULONG uSendTimeout;
    DOT11_WFD_STATUS_CODE Status;
    DOT11_WFD_GROUP_CAPABILITY GroupCapability;
    DOT11_WFD_GROUP_ID GroupID;
    BOOLEAN bUseGroupID;
    ULONG uIEsOffset;
    ULONG uIEsLength;
} DOT11_SEND_GO_NEGOTIATION_CONFIRMATION_PARAMETERS, *PDOT11_SEND_GO_NEGOTIATION_CONFIRMATION_PARAMETERS;

typedef struct _DOT11_WFD_INVITATION_FLAGS {
    UCHAR InvitationType : 1;
    UCHAR Reserved : 7;
} DOT11_WFD_INVITATION_FLAGS, *PDOT11_WFD_INVITATION_FLAGS;

#define DOT11_SEND_INVITATION_REQUEST_PARAMETERS_REVISION_1     1
typedef struct _DOT11_SEND_INVITATION_REQUEST_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    DOT11_DIALOG_TOKEN DialogToken;
    DOT11_MAC_ADDRESS PeerDeviceAddress;
    ULONG uSendTimeout;
    DOT11_WFD_CONFIGURATION_TIMEOUT MinimumConfigTimeout;
    DOT11_WFD_INVITATION_FLAGS InvitationFlags;
    DOT11_MAC_ADDRESS GroupBSSID;
    BOOLEAN bUseGroupBSSID;
    DOT11_WFD_CHANNEL OperatingChannel;
    BOOLEAN bUseSpecifiedOperatingChannel;
    DOT11_WFD_GROUP_ID GroupID;
    BOOLEAN bLocalGO;
    ULONG uIEsOffset;
    ULONG uIEsLength;
} DOT11_SEND_INVITATION_REQUEST_PARAMETERS, *PDOT11_SEND_INVITATION_REQUEST_PARAMETERS;

#define DOT11_SEND_INVITATION_RESPONSE_PARAMETERS_REVISION_1    1
typedef struct _DOT11_SEND_INVITATION_RESPONSE_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    DOT11_MAC_ADDRESS ReceiverDeviceAddress;
    DOT11_DIALOG_TOKEN DialogToken;
    PVOID RequestContext;
    ULONG uSendTimeout;
    DOT11_WFD_STATUS_CODE Status;
    DOT11_WFD_CONFIGURATION_TIMEOUT MinimumConfigTimeout;
    DOT11_MAC_ADDRESS GroupBSSID;
    BOOLEAN bUseGroupBSSID;
    DOT11_WFD_CHANNEL OperatingChannel;
    BOOLEAN bUseSpecifiedOperatingChannel;
    ULONG uIEsOffset;
    ULONG uIEsLength;
} DOT11_SEND_INVITATION_RESPONSE_PARAMETERS, *PDOT11_SEND_INVITATION_RESPONSE_PARAMETERS;

#define DOT11_SEND_PROVISION_DISCOVERY_REQUEST_PARAMETERS_REVISION_1 1
typedef struct _DOT11_SEND_PROVISION_DISCOVERY_REQUEST_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    DOT11_DIALOG_TOKEN DialogToken;
    DOT11_MAC_ADDRESS PeerDeviceAddress;
    ULONG uSendTimeout;
    DOT11_WFD_GROUP_CAPABILITY GroupCapability;
    DOT11_WFD_GROUP_ID GroupID;
    BOOLEAN bUseGroupID;
    ULONG uIEsOffset;
    ULONG uIEsLength;
} DOT11_SEND_PROVISION_DISCOVERY_REQUEST_PARAMETERS, *PDOT11_SEND_PROVISION_DISCOVERY_REQUEST_PARAMETERS;

#define DOT11_SEND_PROVISION_DISCOVERY_RESPONSE_PARAMETERS_REVISION_1 1
typedef struct _DOT11_SEND_PROVISION_DISCOVERY_RESPONSE_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    DOT11_MAC_ADDRESS ReceiverDeviceAddress;
    DOT11_DIALOG_TOKEN DialogToken;
    PVOID RequestContext;
    ULONG uSendTimeout;
    ULONG uIEsOffset;
    ULONG uIEsLength;
} DOT11_SEND_PROVISION_DISCOVERY_RESPONSE_PARAMETERS, *PDOT11_SEND_PROVISION_DISCOVERY_RESPONSE_PARAMETERS;

#define DOT11_WFD_DEVICE_LISTEN_CHANNEL_REVISION_1              1
typedef struct _DOT11_WFD_DEVICE_LISTEN_CHANNEL {
    NDIS_OBJECT_HEADER Header;
    UCHAR ChannelNumber;
} DOT11_WFD_DEVICE_LISTEN_CHANNEL, *PDOT11_WFD_DEVICE_LISTEN_CHANNEL;

#define DOT11_WFD_GROUP_START_PARAMETERS_REVISION_1             1
typedef struct _DOT11_WFD_GROUP_START_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    DOT11_WFD_CHANNEL AdvertisedOperatingChannel;
} DOT11_WFD_GROUP_START_PARAMETERS, *PDOT11_WFD_GROUP_START_PARAMETERS;

#define DOT11_WFD_GROUP_JOIN_PARAMETERS_REVISION_1              1
typedef struct _DOT11_WFD_GROUP_JOIN_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    DOT11_WFD_CHANNEL GOOperatingChannel;
    ULONG GOConfigTime;
    BOOLEAN bInGroupFormation;
    BOOLEAN bWaitForWPSReady;
} DOT11_WFD_GROUP_JOIN_PARAMETERS, *PDOT11_WFD_GROUP_JOIN_PARAMETERS;

typedef struct _DOT11_POWER_MGMT_AUTO_MODE_ENABLED_INFO {
    NDIS_OBJECT_HEADER Header;
    BOOLEAN bEnabled;
} DOT11_POWER_MGMT_AUTO_MODE_ENABLED_INFO, *PDOT11_POWER_MGMT_AUTO_MODE_ENABLED_INFO;

typedef enum _DOT11_POWER_MODE_REASON {
    dot11_power_mode_reason_no_change,
    dot11_power_mode_reason_noncompliant_AP,
    dot11_power_mode_reason_legacy_WFD_device,
    dot11_power_mode_reason_compliant_AP,
    dot11_power_mode_reason_compliant_WFD_device,
    dot11_power_mode_reason_others,
} DOT11_POWER_MODE_REASON;

#define DOT11_POWER_MGMT_MODE_STATUS_INFO_REVISION_1            1
typedef struct _DOT11_POWER_MGMT_MODE_STATUS_INFO {
    NDIS_OBJECT_HEADER Header;
    DOT11_POWER_MODE PowerSaveMode;
    ULONG uPowerSaveLevel;
    DOT11_POWER_MODE_REASON Reason;
} DOT11_POWER_MGMT_MODE_STATUS_INFO, *PDOT11_POWER_MGMT_MODE_STATUSINFO;

typedef struct DOT11_CHANNEL_HINT {
    DOT11_PHY_TYPE Dot11PhyType;
    ULONG uChannelNumber;
} DOT11_CHANNEL_HINT, *PDOT11_CHANNEL_HINT;

typedef struct DOT11_OFFLOAD_NETWORK {
    DOT11_SSID Ssid;
    DOT11_CIPHER_ALGORITHM UnicastCipher;
    DOT11_AUTH_ALGORITHM AuthAlgo;
    DOT11_CHANNEL_HINT Dot11ChannelHints[4];
} DOT11_OFFLOAD_NETWORK, *PDOT11_OFFLOAD_NETWORK;

typedef struct _DOT11_OFFLOAD_NETWORK_LIST_INFO {
    NDIS_OBJECT_HEADER Header;
    ULONG ulFlags;
    ULONG FastScanPeriod;
    ULONG FastScanIterations;
    ULONG SlowScanPeriod;
    ULONG uNumOfEntries;
    DOT11_OFFLOAD_NETWORK offloadNetworkList[1];
} DOT11_OFFLOAD_NETWORK_LIST_INFO, *PDOT11_OFFLOAD_NETWORK_LIST_INFO;

#define DOT11_OFFLOAD_NETWORK_STATUS_PARAMETERS_REVISION_1      1
typedef struct _DOT11_OFFLOAD_NETWORK_STATUS_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    NDIS_STATUS Status;
} DOT11_OFFLOAD_NETWORK_STATUS_PARAMETERS, *PDOT11_OFFLOAD_NETWORK_STATUS_PARAMETERS;

typedef enum _DOT11_MANUFACTURING_TEST_TYPE {
    dot11_manufacturing_test_unknown,
    dot11_manufacturing_test_self_start,
    dot11_manufacturing_test_self_query_result,
    dot11_manufacturing_test_rx,
    dot11_manufacturing_test_tx,
    dot11_manufacturing_test_query_adc,
    dot11_manufacturing_test_set_data,
    dot11_manufacturing_test_query_data,
    dot11_manufacturing_test_sleep,
    dot11_manufacturing_test_awake,
    dot11_manufacturing_test_IHV_start = -2147483648,
    dot11_manufacturing_test_IHV_end = -1,
} DOT11_MANUFACTURING_TEST_TYPE, *PDOT11_MANUFACTURING_TEST_TYPE;

#define DOT11_MANUFACTURING_TEST_REVISION_1                     1
typedef struct _DOT11_MANUFACTURING_TEST {
    DOT11_MANUFACTURING_TEST_TYPE dot11ManufacturingTestType;
    ULONG uBufferLength;
    UCHAR ucBuffer[1];
} DOT11_MANUFACTURING_TEST, *PDOT11_MANUFACTURING_TEST;

typedef enum DOT11_MANUFACTURING_SELF_TEST_TYPE {
    DOT11_MANUFACTURING_SELF_TEST_TYPE_INTERFACE = 1,
    DOT11_MANUFACTURING_SELF_TEST_TYPE_RF_INTERFACE,
    DOT11_MANUFACTURING_SELF_TEST_TYPE_BT_COEXISTENCE,
} DOT11_MANUFACTURING_SELF_TEST_TYPE, *PDOT11_MANUFACTURING_SELF_TEST_TYPE;

typedef struct _DOT11_MANUFACTURING_SELF_TEST_SET_PARAMS {
    DOT11_MANUFACTURING_SELF_TEST_TYPE SelfTestType;
    ULONG uTestID;
    ULONG uPinBitMask;
    PVOID pvContext;
    ULONG uBufferLength;
    UCHAR ucBufferIn[1];
} DOT11_MANUFACTURING_SELF_TEST_SET_PARAMS, *PDOT11_MANUFACTURING_SELF_TEST_SET_PARAMS;

typedef struct _DOT11_MANUFACTURING_SELF_TEST_QUERY_RESULTS {
    DOT11_MANUFACTURING_SELF_TEST_TYPE SelfTestType;
    ULONG uTestID;
    BOOLEAN bResult;
    ULONG uPinFailedBitMask;
    PVOID pvContext;
    ULONG uBytesWrittenOut;
    UCHAR ucBufferOut[1];
} DOT11_MANUFACTURING_SELF_TEST_QUERY_RESULTS, *PDOT11_MANUFACTURING_SELF_TEST_QUERY_RESULTS;

typedef enum DOT11_BAND {
    dot11_band_2p4g = 1,
    dot11_band_4p9g,
    dot11_band_5g,
} DOT11_BAND, *PDOT11_BAND;

typedef struct _DOT11_MANUFACTURING_FUNCTIONAL_TEST_RX {
    BOOLEAN bEnabled;
    DOT11_BAND Dot11Band;
    ULONG uChannel;
    LONG PowerLevel;
} DOT11_MANUFACTURING_FUNCTIONAL_TEST_RX, *PDOT11_MANUFACTURING_FUNCTIONAL_TEST_RX;

typedef struct _DOT11_MANUFACTURING_FUNCTIONAL_TEST_TX {
    BOOLEAN bEnable;
    BOOLEAN bOpenLoop;
    DOT11_BAND Dot11Band;
    ULONG uChannel;
    ULONG uSetPowerLevel;
    LONG ADCPowerLevel;
} DOT11_MANUFACTURING_FUNCTIONAL_TEST_TX, *PDOT11_MANUFACTURING_FUNCTIONAL_TEST_TX;

typedef struct _DOT11_MANUFACTURING_FUNCTIONAL_TEST_QUERY_ADC {
    DOT11_BAND Dot11Band;
    ULONG uChannel;
    LONG ADCPowerLevel;
} DOT11_MANUFACTURING_FUNCTIONAL_TEST_QUERY_ADC, *PDOT11_MANUFACTURING_FUNCTIONAL_TEST_QUERY_ADC;

typedef struct _DOT11_MANUFACTURING_TEST_SET_DATA {
    ULONG uKey;
    ULONG uOffset;
    ULONG uBufferLength;
    UCHAR ucBufferIn[1];
} DOT11_MANUFACTURING_TEST_SET_DATA, *PDOT11_MANUFACTURING_TEST_SET_DATA;

typedef struct _DOT11_MANUFACTURING_TEST_QUERY_DATA {
    ULONG uKey;
    ULONG uOffset;
    ULONG uBufferLength;
    ULONG uBytesRead;
    UCHAR ucBufferOut[1];
} DOT11_MANUFACTURING_TEST_QUERY_DATA, *PDOT11_MANUFACTURING_TEST_QUERY_DATA;

typedef struct _DOT11_MANUFACTURING_TEST_SLEEP {
    ULONG uSleepTime;
    PVOID pvContext;
} DOT11_MANUFACTURING_TEST_SLEEP, *PDOT11_MANUFACTURING_TEST_SLEEP;

typedef enum _DOT11_MANUFACTURING_CALLBACK_TYPE {
    dot11_manufacturing_callback_unknown,
    dot11_manufacturing_callback_self_test_complete,
    dot11_manufacturing_callback_sleep_complete,
    dot11_manufacturing_callback_IHV_start = -2147483648,
    dot11_manufacturing_callback_IHV_end = -1,
} DOT11_MANUFACTURING_CALLBACK_TYPE, *PDOT11_MANUFACTURING_CALLBACK_TYPE;

typedef struct DOT11_MANUFACTURING_CALLBACK_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    DOT11_MANUFACTURING_CALLBACK_TYPE dot11ManufacturingCallbackType;
    ULONG uStatus;
    PVOID pvContext;
} DOT11_MANUFACTURING_CALLBACK_PARAMETERS, *PDOT11_MANUFACTURING_CALLBACK_PARAMETERS;

typedef DOT11_SUPPORTED_DATA_RATES_VALUE_V2 DOT11_SUPPORTED_DATA_RATES_VALUE_V1;

typedef enum _DOT11_ACK_POLICY {
    dot11_ack_policy_none,
    dot11_ack_policy_acknowledge,
    dot11_ack_policy_do_not_acknowledge,
} DOT11_ACK_POLICY, *PDOT11_ACK_POLICY;

typedef enum _DOT11_AC_PARAM {
    dot11_AC_param_BE,
    dot11_AC_param_BK,
    dot11_AC_param_VI,
    dot11_AC_param_VO,
    dot11_AC_param_max,
} DOT11_AC_PARAM, *PDOT11_AC_PARAM;

typedef UCHAR DOT11_HESSID[6];

typedef enum _DOT11_HOP_ALGO_ADOPTED {
    dot11_hop_algo_current,
    dot11_hop_algo_hop_index,
    dot11_hop_algo_hcc,
} DOT11_HOP_ALGO_ADOPTED, *PDOT11_HOP_ALGO_ADOPTED;

typedef enum _DOT11_WPS_CONFIG_METHOD {
    DOT11_WPS_CONFIG_METHOD_NULL,
    DOT11_WPS_CONFIG_METHOD_DISPLAY = 8,
    DOT11_WPS_CONFIG_METHOD_NFC_TAG = 32,
    DOT11_WPS_CONFIG_METHOD_NFC_INTERFACE = 64,
    DOT11_WPS_CONFIG_METHOD_PUSHBUTTON = 128,
    DOT11_WPS_CONFIG_METHOD_KEYPAD = 256,
    DOT11_WPS_CONFIG_METHOD_WFDS_DEFAULT = 4096,
} DOT11_WPS_CONFIG_METHOD, *PDOT11_WPS_CONFIG_METHOD;

typedef enum _DOT11_WPS_DEVICE_PASSWORD_ID {
    DOT11_WPS_PASSWORD_ID_DEFAULT,
    DOT11_WPS_PASSWORD_ID_USER_SPECIFIED,
    DOT11_WPS_PASSWORD_ID_MACHINE_SPECIFIED,
    DOT11_WPS_PASSWORD_ID_REKEY,
    DOT11_WPS_PASSWORD_ID_PUSHBUTTON,
    DOT11_WPS_PASSWORD_ID_REGISTRAR_SPECIFIED,
    DOT11_WPS_PASSWORD_ID_NFC_CONNECTION_HANDOVER = 7,
    DOT11_WPS_PASSWORD_ID_WFD_SERVICES,
    DOT11_WPS_PASSWORD_ID_OOB_RANGE_MIN = 16,
    DOT11_WPS_PASSWORD_ID_OOB_RANGE_MAX = 65535,
} DOT11_WPS_DEVICE_PASSWORD_ID, *PDOT11_WPS_DEVICE_PASSWORD_ID;

typedef DOT11_HESSID *PDOT11_HESSID;

#endif
