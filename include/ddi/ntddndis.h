/* ntddndis.h: generated draft */
#ifndef FLUE_DDI_NTDDNDIS_H
#define FLUE_DDI_NTDDNDIS_H

#include <ntdef.h>
#include <ndis/version.h>
#include <devioctl.h>
#include <devpropdef.h>
#include <ifdef.h>
#if NDIS_SUPPORT_NDIS630
#include <ws2def.h>
#include <ws2ipdef.h>
#endif

#define OID_WDI_TASK_OPEN                                       0xE4400001
#define OID_WDI_TASK_CLOSE                                      0xE4400002
#define OID_WDI_TASK_SCAN                                       0xE4400004
#define OID_WDI_TASK_P2P_DISCOVER                               0xE4400005
#define OID_WDI_TASK_CONNECT                                    0xE4400006
#define OID_WDI_TASK_DOT11_RESET                                0xE4400007
#define OID_WDI_TASK_DISCONNECT                                 0xE4400008
#define OID_WDI_TASK_P2P_SEND_REQUEST_ACTION_FRAME              0xE4400009
#define OID_WDI_TASK_P2P_SEND_RESPONSE_ACTION_FRAME             0xE440000A
#define OID_WDI_TASK_SET_RADIO_STATE                            0xE440000B
#define OID_WDI_TASK_CREATE_PORT                                0xE440000C
#define OID_WDI_TASK_DELETE_PORT                                0xE440000D
#define OID_WDI_TASK_START_AP                                   0xE440000E
#define OID_WDI_TASK_STOP_AP                                    0xE440000F
#define OID_WDI_TASK_SEND_AP_ASSOCIATION_RESPONSE               0xE4400011
#define OID_WDI_SET_POWER_STATE                                 0xE4400013
#define OID_WDI_SET_OPERATION_MODE                              0xE4400018
#define OID_WDI_SET_P2P_ADDITIONAL_IE                           0xE4400019
#define OID_WDI_SET_P2P_LISTEN_STATE                            0xE440001A
#define OID_WDI_SET_PRIVACY_EXEMPTION_LIST                      0xE440001C
#define OID_WDI_SET_ADD_CIPHER_KEYS                             0xE440001D
#define OID_WDI_SET_DELETE_CIPHER_KEYS                          0xE440001E
#define OID_WDI_SET_DEFAULT_KEY_ID                              0xE440001F
#define OID_WDI_SET_CONNECTION_QUALITY                          0xE4400020
#define OID_WDI_GET_STATISTICS                                  0xE4400022
#define OID_WDI_SET_RECEIVE_PACKET_FILTER                       0xE4400024
#define OID_WDI_GET_ADAPTER_CAPABILITIES                        0xE4400025
#define OID_WDI_SET_NETWORK_LIST_OFFLOAD                        0xE4400029
#define OID_WDI_SET_RECEIVE_COALESCING                          0xE440002E
#define OID_WDI_GET_BSS_ENTRY_LIST                              0xE440002F
#define OID_WDI_SET_AUTO_POWER_SAVE                             0xE440004D
#define OID_WDI_GET_AUTO_POWER_SAVE                             0xE440004E
#define OID_WDI_SET_ADD_WOL_PATTERN                             0xE440004F
#define OID_WDI_SET_REMOVE_WOL_PATTERN                          0xE4400050
#define OID_WDI_SET_MULTICAST_LIST                              0xE4400051
#define OID_WDI_SET_ADD_PM_PROTOCOL_OFFLOAD                     0xE4400052
#define OID_WDI_SET_REMOVE_PM_PROTOCOL_OFFLOAD                  0xE4400053
#define OID_WDI_SET_ADAPTER_CONFIGURATION                       0xE4400055
#define OID_WDI_GET_RECEIVE_COALESCING_MATCH_COUNT              0xE4400056
#define OID_WDI_SET_CLEAR_RECEIVE_COALESCING                    0xE4400057
#define OID_WDI_GET_PM_PROTOCOL_OFFLOAD                         0xE4400058
#define OID_WDI_SET_ADVERTISEMENT_INFORMATION                   0xE4400059
#define OID_WDI_TASK_CHANGE_OPERATION_MODE                      0xE440005A
#define OID_WDI_TASK_DELETE_PEER_STATE                          0xE440005C
#define OID_WDI_IHV_REQUEST                                     0xE440005D
#define OID_WDI_TASK_ROAM                                       0xE4400064
#define OID_WDI_SET_FLUSH_BSS_ENTRY                             0xE4400061
#define OID_WDI_SET_ASSOCIATION_PARAMETERS                      0xE4400063
#define OID_WDI_GET_NEXT_ACTION_FRAME_DIALOG_TOKEN              0xE440006C
#define OID_WDI_TASK_SEND_REQUEST_ACTION_FRAME                  0xE4400066
#define OID_WDI_TASK_SEND_RESPONSE_ACTION_FRAME                 0xE4400069
#define OID_WDI_SET_TCP_OFFLOAD_PARAMETERS                      0xE4400075
#define OID_WDI_TCP_RSC_STATISTICS                              0xE4400076
#define OID_WDI_SET_P2P_WPS_ENABLED                             0xE440007B
#define OID_WDI_SET_P2P_START_BACKGROUND_DISCOVERY              0xE4400077
#define OID_WDI_SET_P2P_STOP_BACKGROUND_DISCOVERY               0xE4400078
#define OID_WDI_TASK_IHV                                        0xE440006D
#define OID_WDI_SET_ENCAPSULATION_OFFLOAD                       0xE440007C
#define OID_WDI_SET_END_DWELL_TIME                              0xE440007D
#define OID_WDI_SET_FAST_BSS_TRANSITION_PARAMETERS              0xE440007F
#define OID_WDI_SET_NEIGHBOR_REPORT_ENTRIES                     0xE4400080
#define OID_WDI_GET_SUPPORTED_DEVICE_SERVICES                   0xE4400082
#define OID_WDI_DEVICE_SERVICE_COMMAND                          0xE4400083
#define OID_WDI_ABORT_TASK                                      0xE440004B
#define OID_GEN_SUPPORTED_LIST                                  0x00010101
#define OID_GEN_HARDWARE_STATUS                                 0x00010102
#define OID_GEN_MEDIA_SUPPORTED                                 0x00010103
#define OID_GEN_MEDIA_IN_USE                                    0x00010104
#define OID_GEN_MAXIMUM_LOOKAHEAD                               0x00010105
#define OID_GEN_MAXIMUM_FRAME_SIZE                              0x00010106
#define OID_GEN_LINK_SPEED                                      0x00010107
#define OID_GEN_TRANSMIT_BUFFER_SPACE                           0x00010108
#define OID_GEN_RECEIVE_BUFFER_SPACE                            0x00010109
#define OID_GEN_TRANSMIT_BLOCK_SIZE                             0x0001010A
#define OID_GEN_RECEIVE_BLOCK_SIZE                              0x0001010B
#define OID_GEN_VENDOR_ID                                       0x0001010C
#define OID_GEN_VENDOR_DESCRIPTION                              0x0001010D
#define OID_GEN_CURRENT_PACKET_FILTER                           0x0001010E
#define OID_GEN_CURRENT_LOOKAHEAD                               0x0001010F
#define OID_GEN_DRIVER_VERSION                                  0x00010110
#define OID_GEN_MAXIMUM_TOTAL_SIZE                              0x00010111
#define OID_GEN_PROTOCOL_OPTIONS                                0x00010112
#define OID_GEN_MAC_OPTIONS                                     0x00010113
#define OID_GEN_MEDIA_CONNECT_STATUS                            0x00010114
#define OID_GEN_MAXIMUM_SEND_PACKETS                            0x00010115
#define OID_GEN_VENDOR_DRIVER_VERSION                           0x00010116
#define OID_GEN_SUPPORTED_GUIDS                                 0x00010117
#define OID_GEN_NETWORK_LAYER_ADDRESSES                         0x00010118
#define OID_GEN_TRANSPORT_HEADER_OFFSET                         0x00010119
#define OID_GEN_MEDIA_CAPABILITIES                              0x00010201
#define OID_GEN_PHYSICAL_MEDIUM                                 0x00010202
#define OID_GEN_RECEIVE_SCALE_CAPABILITIES                      0x00010203
#define OID_GEN_RECEIVE_SCALE_PARAMETERS                        0x00010204
#define OID_GEN_MAC_ADDRESS                                     0x00010205
#define OID_GEN_MAX_LINK_SPEED                                  0x00010206
#define OID_GEN_LINK_STATE                                      0x00010207
#define OID_GEN_LINK_PARAMETERS                                 0x00010208
#define OID_GEN_INTERRUPT_MODERATION                            0x00010209
#define OID_GEN_NDIS_RESERVED_3                                 0x0001020A
#define OID_GEN_NDIS_RESERVED_4                                 0x0001020B
#define OID_GEN_NDIS_RESERVED_5                                 0x0001020C
#define OID_GEN_ENUMERATE_PORTS                                 0x0001020D
#define OID_GEN_PORT_STATE                                      0x0001020E
#define OID_GEN_PORT_AUTHENTICATION_PARAMETERS                  0x0001020F
#define OID_GEN_TIMEOUT_DPC_REQUEST_CAPABILITIES                0x00010210
#define OID_GEN_PCI_DEVICE_CUSTOM_PROPERTIES                    0x00010211
#define OID_GEN_NDIS_RESERVED_6                                 0x00010212
#define OID_GEN_PHYSICAL_MEDIUM_EX                              0x00010213
#define OID_GEN_RECEIVE_SCALE_PARAMETERS_V2                     0x00010214
#define OID_GEN_MACHINE_NAME                                    0x0001021A
#define OID_GEN_RNDIS_CONFIG_PARAMETER                          0x0001021B
#define OID_GEN_VLAN_ID                                         0x0001021C
#define OID_GEN_RECEIVE_HASH                                    0x0001021F
#define OID_GEN_MINIPORT_RESTART_ATTRIBUTES                     0x0001021D
#if NDIS_SUPPORT_NDIS61
#define OID_GEN_HD_SPLIT_PARAMETERS                             0x0001021E
#define OID_GEN_HD_SPLIT_CURRENT_CONFIG                         0x00010220
#endif
#define OID_GEN_PROMISCUOUS_MODE                                0x00010280
#define OID_GEN_LAST_CHANGE                                     0x00010281
#define OID_GEN_DISCONTINUITY_TIME                              0x00010282
#define OID_GEN_OPERATIONAL_STATUS                              0x00010283
#define OID_GEN_XMIT_LINK_SPEED                                 0x00010284
#define OID_GEN_RCV_LINK_SPEED                                  0x00010285
#define OID_GEN_UNKNOWN_PROTOS                                  0x00010286
#define OID_GEN_INTERFACE_INFO                                  0x00010287
#define OID_GEN_ADMIN_STATUS                                    0x00010288
#define OID_GEN_ALIAS                                           0x00010289
#define OID_GEN_MEDIA_CONNECT_STATUS_EX                         0x0001028A
#define OID_GEN_LINK_SPEED_EX                                   0x0001028B
#define OID_GEN_MEDIA_DUPLEX_STATE                              0x0001028C
#define OID_GEN_IP_OPER_STATUS                                  0x0001028D
#define OID_WWAN_DRIVER_CAPS                                    0x0E010100
#define OID_WWAN_DEVICE_CAPS                                    0x0E010101
#define OID_WWAN_READY_INFO                                     0x0E010102
#define OID_WWAN_RADIO_STATE                                    0x0E010103
#define OID_WWAN_PIN                                            0x0E010104
#define OID_WWAN_PIN_LIST                                       0x0E010105
#define OID_WWAN_HOME_PROVIDER                                  0x0E010106
#define OID_WWAN_PREFERRED_PROVIDERS                            0x0E010107
#define OID_WWAN_VISIBLE_PROVIDERS                              0x0E010108
#define OID_WWAN_REGISTER_STATE                                 0x0E010109
#define OID_WWAN_PACKET_SERVICE                                 0x0E01010A
#define OID_WWAN_SIGNAL_STATE                                   0x0E01010B
#define OID_WWAN_CONNECT                                        0x0E01010C
#define OID_WWAN_PROVISIONED_CONTEXTS                           0x0E01010D
#define OID_WWAN_SERVICE_ACTIVATION                             0x0E01010E
#define OID_WWAN_SMS_CONFIGURATION                              0x0E01010F
#define OID_WWAN_SMS_READ                                       0x0E010110
#define OID_WWAN_SMS_SEND                                       0x0E010111
#define OID_WWAN_SMS_DELETE                                     0x0E010112
#define OID_WWAN_SMS_STATUS                                     0x0E010113
#define OID_WWAN_VENDOR_SPECIFIC                                0x0E010114
#define OID_WWAN_AUTH_CHALLENGE                                 0x0E010115
#define OID_WWAN_ENUMERATE_DEVICE_SERVICES                      0x0E010116
#define OID_WWAN_SUBSCRIBE_DEVICE_SERVICE_EVENTS                0x0E010117
#define OID_WWAN_DEVICE_SERVICE_COMMAND                         0x0E010118
#define OID_WWAN_USSD                                           0x0E010119
#define OID_WWAN_PIN_EX                                         0x0E010121
#define OID_WWAN_ENUMERATE_DEVICE_SERVICE_COMMANDS              0x0E010122
#define OID_WWAN_DEVICE_SERVICE_SESSION                         0x0E010123
#define OID_WWAN_DEVICE_SERVICE_SESSION_WRITE                   0x0E010124
#define OID_WWAN_PREFERRED_MULTICARRIER_PROVIDERS               0x0E010125
#define OID_WWAN_CREATE_MAC                                     0x0E010126
#define OID_WWAN_DELETE_MAC                                     0x0E010127
#define OID_WWAN_UICC_FILE_STATUS                               0x0E010128
#define OID_WWAN_UICC_ACCESS_BINARY                             0x0E010129
#define OID_WWAN_UICC_ACCESS_RECORD                             0x0E01012A
#define OID_WWAN_PIN_EX2                                        0x0E01012B
#define OID_WWAN_MBIM_VERSION                                   0x0E01012C
#define OID_WWAN_SYS_CAPS                                       0x0E01012D
#define OID_WWAN_DEVICE_CAPS_EX                                 0x0E01012E
#define OID_WWAN_SYS_SLOTMAPPINGS                               0x0E01012F
#define OID_WWAN_SLOT_INFO_STATUS                               0x0E010130
#define OID_WWAN_DEVICE_BINDINGS                                0x0E010131
#define OID_WWAN_REGISTER_STATE_EX                              0x0E010132
#define OID_WWAN_IMS_VOICE_STATE                                0x0E010133
#define OID_WWAN_SIGNAL_STATE_EX                                0x0E010134
#define OID_WWAN_LOCATION_STATE                                 0x0E010135
#define OID_WWAN_NITZ                                           0x0E010136
#define OID_WWAN_NETWORK_IDLE_HINT                              0x0E010137
#define OID_WWAN_PRESHUTDOWN                                    0x0E010138
#define OID_WWAN_UICC_ATR                                       0x0E010139
#define OID_WWAN_UICC_OPEN_CHANNEL                              0x0E01013A
#define OID_WWAN_UICC_CLOSE_CHANNEL                             0x0E01013B
#define OID_WWAN_UICC_APDU                                      0x0E01013C
#define OID_WWAN_UICC_TERMINAL_CAPABILITY                       0x0E01013D
#define OID_WWAN_PS_MEDIA_CONFIG                                0x0E01013E
#define OID_WWAN_SAR_CONFIG                                     0x0E01013F
#define OID_WWAN_SAR_TRANSMISSION_STATUS                        0x0E010140
#define OID_WWAN_NETWORK_BLACKLIST                              0x0E010141
#define OID_WWAN_LTE_ATTACH_CONFIG                              0x0E010142
#define OID_WWAN_LTE_ATTACH_STATUS                              0x0E010143
#define OID_WWAN_MODEM_CONFIG_INFO                              0x0E010144
#define OID_WWAN_PCO                                            0x0E010145
#define OID_WWAN_UICC_RESET                                     0x0E010146
#define OID_WWAN_DEVICE_RESET                                   0x0E010147
#define OID_WWAN_BASE_STATIONS_INFO                             0x0E010148
#define OID_GEN_XMIT_OK                                         0x00020101
#define OID_GEN_RCV_OK                                          0x00020102
#define OID_GEN_XMIT_ERROR                                      0x00020103
#define OID_GEN_RCV_ERROR                                       0x00020104
#define OID_GEN_RCV_NO_BUFFER                                   0x00020105
#define OID_GEN_STATISTICS                                      0x00020106
#define OID_GEN_DIRECTED_BYTES_XMIT                             0x00020201
#define OID_GEN_DIRECTED_FRAMES_XMIT                            0x00020202
#define OID_GEN_MULTICAST_BYTES_XMIT                            0x00020203
#define OID_GEN_MULTICAST_FRAMES_XMIT                           0x00020204
#define OID_GEN_BROADCAST_BYTES_XMIT                            0x00020205
#define OID_GEN_BROADCAST_FRAMES_XMIT                           0x00020206
#define OID_GEN_DIRECTED_BYTES_RCV                              0x00020207
#define OID_GEN_DIRECTED_FRAMES_RCV                             0x00020208
#define OID_GEN_MULTICAST_BYTES_RCV                             0x00020209
#define OID_GEN_MULTICAST_FRAMES_RCV                            0x0002020A
#define OID_GEN_BROADCAST_BYTES_RCV                             0x0002020B
#define OID_GEN_BROADCAST_FRAMES_RCV                            0x0002020C
#define OID_GEN_RCV_CRC_ERROR                                   0x0002020D
#define OID_GEN_TRANSMIT_QUEUE_LENGTH                           0x0002020E
#define OID_GEN_GET_TIME_CAPS                                   0x0002020F
#define OID_GEN_GET_NETCARD_TIME                                0x00020210
#define OID_GEN_NETCARD_LOAD                                    0x00020211
#define OID_GEN_DEVICE_PROFILE                                  0x00020212
#define OID_GEN_INIT_TIME_MS                                    0x00020213
#define OID_GEN_RESET_COUNTS                                    0x00020214
#define OID_GEN_MEDIA_SENSE_COUNTS                              0x00020215
#define OID_GEN_FRIENDLY_NAME                                   0x00020216
#define OID_GEN_NDIS_RESERVED_1                                 0x00020217
#define OID_GEN_NDIS_RESERVED_2                                 0x00020218
#define OID_GEN_BYTES_RCV                                       0x00020219
#define OID_GEN_BYTES_XMIT                                      0x0002021A
#define OID_GEN_RCV_DISCARDS                                    0x0002021B
#define OID_GEN_XMIT_DISCARDS                                   0x0002021C
#define OID_TCP_RSC_STATISTICS                                  0x0002021D
#define OID_GEN_NDIS_RESERVED_7                                 0x0002021E
#define OID_GEN_CO_SUPPORTED_LIST                               0x00010101
#define OID_GEN_CO_HARDWARE_STATUS                              0x00010102
#define OID_GEN_CO_MEDIA_SUPPORTED                              0x00010103
#define OID_GEN_CO_MEDIA_IN_USE                                 0x00010104
#define OID_GEN_CO_LINK_SPEED                                   0x00010107
#define OID_GEN_CO_VENDOR_ID                                    0x0001010C
#define OID_GEN_CO_VENDOR_DESCRIPTION                           0x0001010D
#define OID_GEN_CO_DRIVER_VERSION                               0x00010110
#define OID_GEN_CO_PROTOCOL_OPTIONS                             0x00010112
#define OID_GEN_CO_MAC_OPTIONS                                  0x00010113
#define OID_GEN_CO_MEDIA_CONNECT_STATUS                         0x00010114
#define OID_GEN_CO_VENDOR_DRIVER_VERSION                        0x00010116
#define OID_GEN_CO_SUPPORTED_GUIDS                              0x00010117
#define OID_GEN_CO_GET_TIME_CAPS                                0x0002020F
#define OID_GEN_CO_GET_NETCARD_TIME                             0x00020210
#define OID_GEN_CO_MINIMUM_LINK_SPEED                           0x00020120
#define OID_GEN_CO_XMIT_PDUS_OK                                 0x00020101
#define OID_GEN_CO_RCV_PDUS_OK                                  0x00020102
#define OID_GEN_CO_XMIT_PDUS_ERROR                              0x00020103
#define OID_GEN_CO_RCV_PDUS_ERROR                               0x00020104
#define OID_GEN_CO_RCV_PDUS_NO_BUFFER                           0x00020105
#define OID_GEN_CO_RCV_CRC_ERROR                                0x0002020D
#define OID_GEN_CO_TRANSMIT_QUEUE_LENGTH                        0x0002020E
#define OID_GEN_CO_BYTES_XMIT                                   0x00020201
#define OID_GEN_CO_BYTES_RCV                                    0x00020207
#define OID_GEN_CO_NETCARD_LOAD                                 0x00020211
#define OID_GEN_CO_DEVICE_PROFILE                               0x00020212
#define OID_GEN_CO_BYTES_XMIT_OUTSTANDING                       0x00020221
#define OID_802_3_PERMANENT_ADDRESS                             0x01010101
#define OID_802_3_CURRENT_ADDRESS                               0x01010102
#define OID_802_3_MULTICAST_LIST                                0x01010103
#define OID_802_3_MAXIMUM_LIST_SIZE                             0x01010104
#define OID_802_3_MAC_OPTIONS                                   0x01010105
#define OID_802_3_RCV_ERROR_ALIGNMENT                           0x01020101
#define OID_802_3_XMIT_ONE_COLLISION                            0x01020102
#define OID_802_3_XMIT_MORE_COLLISIONS                          0x01020103
#define OID_802_3_XMIT_DEFERRED                                 0x01020201
#define OID_802_3_XMIT_MAX_COLLISIONS                           0x01020202
#define OID_802_3_RCV_OVERRUN                                   0x01020203
#define OID_802_3_XMIT_UNDERRUN                                 0x01020204
#define OID_802_3_XMIT_HEARTBEAT_FAILURE                        0x01020205
#define OID_802_3_XMIT_TIMES_CRS_LOST                           0x01020206
#define OID_802_3_XMIT_LATE_COLLISIONS                          0x01020207
#define OID_802_3_ADD_MULTICAST_ADDRESS                         0x01010208
#define OID_802_3_DELETE_MULTICAST_ADDRESS                      0x01010209
#define OID_802_5_PERMANENT_ADDRESS                             0x02010101
#define OID_802_5_CURRENT_ADDRESS                               0x02010102
#define OID_802_5_CURRENT_FUNCTIONAL                            0x02010103
#define OID_802_5_CURRENT_GROUP                                 0x02010104
#define OID_802_5_LAST_OPEN_STATUS                              0x02010105
#define OID_802_5_CURRENT_RING_STATUS                           0x02010106
#define OID_802_5_CURRENT_RING_STATE                            0x02010107
#define OID_802_5_LINE_ERRORS                                   0x02020101
#define OID_802_5_LOST_FRAMES                                   0x02020102
#define OID_802_5_BURST_ERRORS                                  0x02020201
#define OID_802_5_AC_ERRORS                                     0x02020202
#define OID_802_5_ABORT_DELIMETERS                              0x02020203
#define OID_802_5_FRAME_COPIED_ERRORS                           0x02020204
#define OID_802_5_FREQUENCY_ERRORS                              0x02020205
#define OID_802_5_TOKEN_ERRORS                                  0x02020206
#define OID_802_5_INTERNAL_ERRORS                               0x02020207
#define OID_FDDI_LONG_PERMANENT_ADDR                            0x03010101
#define OID_FDDI_LONG_CURRENT_ADDR                              0x03010102
#define OID_FDDI_LONG_MULTICAST_LIST                            0x03010103
#define OID_FDDI_LONG_MAX_LIST_SIZE                             0x03010104
#define OID_FDDI_SHORT_PERMANENT_ADDR                           0x03010105
#define OID_FDDI_SHORT_CURRENT_ADDR                             0x03010106
#define OID_FDDI_SHORT_MULTICAST_LIST                           0x03010107
#define OID_FDDI_SHORT_MAX_LIST_SIZE                            0x03010108
#define OID_FDDI_ATTACHMENT_TYPE                                0x03020101
#define OID_FDDI_UPSTREAM_NODE_LONG                             0x03020102
#define OID_FDDI_DOWNSTREAM_NODE_LONG                           0x03020103
#define OID_FDDI_FRAME_ERRORS                                   0x03020104
#define OID_FDDI_FRAMES_LOST                                    0x03020105
#define OID_FDDI_RING_MGT_STATE                                 0x03020106
#define OID_FDDI_LCT_FAILURES                                   0x03020107
#define OID_FDDI_LEM_REJECTS                                    0x03020108
#define OID_FDDI_LCONNECTION_STATE                              0x03020109
#define OID_FDDI_SMT_STATION_ID                                 0x03030201
#define OID_FDDI_SMT_OP_VERSION_ID                              0x03030202
#define OID_FDDI_SMT_HI_VERSION_ID                              0x03030203
#define OID_FDDI_SMT_LO_VERSION_ID                              0x03030204
#define OID_FDDI_SMT_MANUFACTURER_DATA                          0x03030205
#define OID_FDDI_SMT_USER_DATA                                  0x03030206
#define OID_FDDI_SMT_MIB_VERSION_ID                             0x03030207
#define OID_FDDI_SMT_MAC_CT                                     0x03030208
#define OID_FDDI_SMT_NON_MASTER_CT                              0x03030209
#define OID_FDDI_SMT_MASTER_CT                                  0x0303020A
#define OID_FDDI_SMT_AVAILABLE_PATHS                            0x0303020B
#define OID_FDDI_SMT_CONFIG_CAPABILITIES                        0x0303020C
#define OID_FDDI_SMT_CONFIG_POLICY                              0x0303020D
#define OID_FDDI_SMT_CONNECTION_POLICY                          0x0303020E
#define OID_FDDI_SMT_T_NOTIFY                                   0x0303020F
#define OID_FDDI_SMT_STAT_RPT_POLICY                            0x03030210
#define OID_FDDI_SMT_TRACE_MAX_EXPIRATION                       0x03030211
#define OID_FDDI_SMT_PORT_INDEXES                               0x03030212
#define OID_FDDI_SMT_MAC_INDEXES                                0x03030213
#define OID_FDDI_SMT_BYPASS_PRESENT                             0x03030214
#define OID_FDDI_SMT_ECM_STATE                                  0x03030215
#define OID_FDDI_SMT_CF_STATE                                   0x03030216
#define OID_FDDI_SMT_HOLD_STATE                                 0x03030217
#define OID_FDDI_SMT_REMOTE_DISCONNECT_FLAG                     0x03030218
#define OID_FDDI_SMT_STATION_STATUS                             0x03030219
#define OID_FDDI_SMT_PEER_WRAP_FLAG                             0x0303021A
#define OID_FDDI_SMT_MSG_TIME_STAMP                             0x0303021B
#define OID_FDDI_SMT_TRANSITION_TIME_STAMP                      0x0303021C
#define OID_FDDI_SMT_SET_COUNT                                  0x0303021D
#define OID_FDDI_SMT_LAST_SET_STATION_ID                        0x0303021E
#define OID_FDDI_MAC_FRAME_STATUS_FUNCTIONS                     0x0303021F
#define OID_FDDI_MAC_BRIDGE_FUNCTIONS                           0x03030220
#define OID_FDDI_MAC_T_MAX_CAPABILITY                           0x03030221
#define OID_FDDI_MAC_TVX_CAPABILITY                             0x03030222
#define OID_FDDI_MAC_AVAILABLE_PATHS                            0x03030223
#define OID_FDDI_MAC_CURRENT_PATH                               0x03030224
#define OID_FDDI_MAC_UPSTREAM_NBR                               0x03030225
#define OID_FDDI_MAC_DOWNSTREAM_NBR                             0x03030226
#define OID_FDDI_MAC_OLD_UPSTREAM_NBR                           0x03030227
#define OID_FDDI_MAC_OLD_DOWNSTREAM_NBR                         0x03030228
#define OID_FDDI_MAC_DUP_ADDRESS_TEST                           0x03030229
#define OID_FDDI_MAC_REQUESTED_PATHS                            0x0303022A
#define OID_FDDI_MAC_DOWNSTREAM_PORT_TYPE                       0x0303022B
#define OID_FDDI_MAC_INDEX                                      0x0303022C
#define OID_FDDI_MAC_SMT_ADDRESS                                0x0303022D
#define OID_FDDI_MAC_LONG_GRP_ADDRESS                           0x0303022E
#define OID_FDDI_MAC_SHORT_GRP_ADDRESS                          0x0303022F
#define OID_FDDI_MAC_T_REQ                                      0x03030230
#define OID_FDDI_MAC_T_NEG                                      0x03030231
#define OID_FDDI_MAC_T_MAX                                      0x03030232
#define OID_FDDI_MAC_TVX_VALUE                                  0x03030233
#define OID_FDDI_MAC_T_PRI0                                     0x03030234
#define OID_FDDI_MAC_T_PRI1                                     0x03030235
#define OID_FDDI_MAC_T_PRI2                                     0x03030236
#define OID_FDDI_MAC_T_PRI3                                     0x03030237
#define OID_FDDI_MAC_T_PRI4                                     0x03030238
#define OID_FDDI_MAC_T_PRI5                                     0x03030239
#define OID_FDDI_MAC_T_PRI6                                     0x0303023A
#define OID_FDDI_MAC_FRAME_CT                                   0x0303023B
#define OID_FDDI_MAC_COPIED_CT                                  0x0303023C
#define OID_FDDI_MAC_TRANSMIT_CT                                0x0303023D
#define OID_FDDI_MAC_TOKEN_CT                                   0x0303023E
#define OID_FDDI_MAC_ERROR_CT                                   0x0303023F
#define OID_FDDI_MAC_LOST_CT                                    0x03030240
#define OID_FDDI_MAC_TVX_EXPIRED_CT                             0x03030241
#define OID_FDDI_MAC_NOT_COPIED_CT                              0x03030242
#define OID_FDDI_MAC_LATE_CT                                    0x03030243
#define OID_FDDI_MAC_RING_OP_CT                                 0x03030244
#define OID_FDDI_MAC_FRAME_ERROR_THRESHOLD                      0x03030245
#define OID_FDDI_MAC_FRAME_ERROR_RATIO                          0x03030246
#define OID_FDDI_MAC_NOT_COPIED_THRESHOLD                       0x03030247
#define OID_FDDI_MAC_NOT_COPIED_RATIO                           0x03030248
#define OID_FDDI_MAC_RMT_STATE                                  0x03030249
#define OID_FDDI_MAC_DA_FLAG                                    0x0303024A
#define OID_FDDI_MAC_UNDA_FLAG                                  0x0303024B
#define OID_FDDI_MAC_FRAME_ERROR_FLAG                           0x0303024C
#define OID_FDDI_MAC_NOT_COPIED_FLAG                            0x0303024D
#define OID_FDDI_MAC_MA_UNITDATA_AVAILABLE                      0x0303024E
#define OID_FDDI_MAC_HARDWARE_PRESENT                           0x0303024F
#define OID_FDDI_MAC_MA_UNITDATA_ENABLE                         0x03030250
#define OID_FDDI_PATH_INDEX                                     0x03030251
#define OID_FDDI_PATH_RING_LATENCY                              0x03030252
#define OID_FDDI_PATH_TRACE_STATUS                              0x03030253
#define OID_FDDI_PATH_SBA_PAYLOAD                               0x03030254
#define OID_FDDI_PATH_SBA_OVERHEAD                              0x03030255
#define OID_FDDI_PATH_CONFIGURATION                             0x03030256
#define OID_FDDI_PATH_T_R_MODE                                  0x03030257
#define OID_FDDI_PATH_SBA_AVAILABLE                             0x03030258
#define OID_FDDI_PATH_TVX_LOWER_BOUND                           0x03030259
#define OID_FDDI_PATH_T_MAX_LOWER_BOUND                         0x0303025A
#define OID_FDDI_PATH_MAX_T_REQ                                 0x0303025B
#define OID_FDDI_PORT_MY_TYPE                                   0x0303025C
#define OID_FDDI_PORT_NEIGHBOR_TYPE                             0x0303025D
#define OID_FDDI_PORT_CONNECTION_POLICIES                       0x0303025E
#define OID_FDDI_PORT_MAC_INDICATED                             0x0303025F
#define OID_FDDI_PORT_CURRENT_PATH                              0x03030260
#define OID_FDDI_PORT_REQUESTED_PATHS                           0x03030261
#define OID_FDDI_PORT_MAC_PLACEMENT                             0x03030262
#define OID_FDDI_PORT_AVAILABLE_PATHS                           0x03030263
#define OID_FDDI_PORT_MAC_LOOP_TIME                             0x03030264
#define OID_FDDI_PORT_PMD_CLASS                                 0x03030265
#define OID_FDDI_PORT_CONNECTION_CAPABILITIES                   0x03030266
#define OID_FDDI_PORT_INDEX                                     0x03030267
#define OID_FDDI_PORT_MAINT_LS                                  0x03030268
#define OID_FDDI_PORT_BS_FLAG                                   0x03030269
#define OID_FDDI_PORT_PC_LS                                     0x0303026A
#define OID_FDDI_PORT_EB_ERROR_CT                               0x0303026B
#define OID_FDDI_PORT_LCT_FAIL_CT                               0x0303026C
#define OID_FDDI_PORT_LER_ESTIMATE                              0x0303026D
#define OID_FDDI_PORT_LEM_REJECT_CT                             0x0303026E
#define OID_FDDI_PORT_LEM_CT                                    0x0303026F
#define OID_FDDI_PORT_LER_CUTOFF                                0x03030270
#define OID_FDDI_PORT_LER_ALARM                                 0x03030271
#define OID_FDDI_PORT_CONNNECT_STATE                            0x03030272
#define OID_FDDI_PORT_PCM_STATE                                 0x03030273
#define OID_FDDI_PORT_PC_WITHHOLD                               0x03030274
#define OID_FDDI_PORT_LER_FLAG                                  0x03030275
#define OID_FDDI_PORT_HARDWARE_PRESENT                          0x03030276
#define OID_FDDI_SMT_STATION_ACTION                             0x03030277
#define OID_FDDI_PORT_ACTION                                    0x03030278
#define OID_FDDI_IF_DESCR                                       0x03030279
#define OID_FDDI_IF_TYPE                                        0x0303027A
#define OID_FDDI_IF_MTU                                         0x0303027B
#define OID_FDDI_IF_SPEED                                       0x0303027C
#define OID_FDDI_IF_PHYS_ADDRESS                                0x0303027D
#define OID_FDDI_IF_ADMIN_STATUS                                0x0303027E
#define OID_FDDI_IF_OPER_STATUS                                 0x0303027F
#define OID_FDDI_IF_LAST_CHANGE                                 0x03030280
#define OID_FDDI_IF_IN_OCTETS                                   0x03030281
#define OID_FDDI_IF_IN_UCAST_PKTS                               0x03030282
#define OID_FDDI_IF_IN_NUCAST_PKTS                              0x03030283
#define OID_FDDI_IF_IN_DISCARDS                                 0x03030284
#define OID_FDDI_IF_IN_ERRORS                                   0x03030285
#define OID_FDDI_IF_IN_UNKNOWN_PROTOS                           0x03030286
#define OID_FDDI_IF_OUT_OCTETS                                  0x03030287
#define OID_FDDI_IF_OUT_UCAST_PKTS                              0x03030288
#define OID_FDDI_IF_OUT_NUCAST_PKTS                             0x03030289
#define OID_FDDI_IF_OUT_DISCARDS                                0x0303028A
#define OID_FDDI_IF_OUT_ERRORS                                  0x0303028B
#define OID_FDDI_IF_OUT_QLEN                                    0x0303028C
#define OID_FDDI_IF_SPECIFIC                                    0x0303028D
#define OID_WAN_PERMANENT_ADDRESS                               0x04010101
#define OID_WAN_CURRENT_ADDRESS                                 0x04010102
#define OID_WAN_QUALITY_OF_SERVICE                              0x04010103
#define OID_WAN_PROTOCOL_TYPE                                   0x04010104
#define OID_WAN_MEDIUM_SUBTYPE                                  0x04010105
#define OID_WAN_HEADER_FORMAT                                   0x04010106
#define OID_WAN_GET_INFO                                        0x04010107
#define OID_WAN_SET_LINK_INFO                                   0x04010108
#define OID_WAN_GET_LINK_INFO                                   0x04010109
#define OID_WAN_LINE_COUNT                                      0x0401010A
#define OID_WAN_PROTOCOL_CAPS                                   0x0401010B
#define OID_WAN_GET_BRIDGE_INFO                                 0x0401020A
#define OID_WAN_SET_BRIDGE_INFO                                 0x0401020B
#define OID_WAN_GET_COMP_INFO                                   0x0401020C
#define OID_WAN_SET_COMP_INFO                                   0x0401020D
#define OID_WAN_GET_STATS_INFO                                  0x0401020E
#define OID_WAN_CO_GET_INFO                                     0x04010180
#define OID_WAN_CO_SET_LINK_INFO                                0x04010181
#define OID_WAN_CO_GET_LINK_INFO                                0x04010182
#define OID_WAN_CO_GET_COMP_INFO                                0x04010280
#define OID_WAN_CO_SET_COMP_INFO                                0x04010281
#define OID_WAN_CO_GET_STATS_INFO                               0x04010282
#define OID_LTALK_CURRENT_NODE_ID                               0x05010102
#define OID_LTALK_IN_BROADCASTS                                 0x05020101
#define OID_LTALK_IN_LENGTH_ERRORS                              0x05020102
#define OID_LTALK_OUT_NO_HANDLERS                               0x05020201
#define OID_LTALK_COLLISIONS                                    0x05020202
#define OID_LTALK_DEFERS                                        0x05020203
#define OID_LTALK_NO_DATA_ERRORS                                0x05020204
#define OID_LTALK_RANDOM_CTS_ERRORS                             0x05020205
#define OID_LTALK_FCS_ERRORS                                    0x05020206
#define OID_ARCNET_PERMANENT_ADDRESS                            0x06010101
#define OID_ARCNET_CURRENT_ADDRESS                              0x06010102
#define OID_ARCNET_RECONFIGURATIONS                             0x06020201
#define OID_TAPI_ACCEPT                                         0x07030101
#define OID_TAPI_ANSWER                                         0x07030102
#define OID_TAPI_CLOSE                                          0x07030103
#define OID_TAPI_CLOSE_CALL                                     0x07030104
#define OID_TAPI_CONDITIONAL_MEDIA_DETECTION                    0x07030105
#define OID_TAPI_CONFIG_DIALOG                                  0x07030106
#define OID_TAPI_DEV_SPECIFIC                                   0x07030107
#define OID_TAPI_DIAL                                           0x07030108
#define OID_TAPI_DROP                                           0x07030109
#define OID_TAPI_GET_ADDRESS_CAPS                               0x0703010A
#define OID_TAPI_GET_ADDRESS_ID                                 0x0703010B
#define OID_TAPI_GET_ADDRESS_STATUS                             0x0703010C
#define OID_TAPI_GET_CALL_ADDRESS_ID                            0x0703010D
#define OID_TAPI_GET_CALL_INFO                                  0x0703010E
#define OID_TAPI_GET_CALL_STATUS                                0x0703010F
#define OID_TAPI_GET_DEV_CAPS                                   0x07030110
#define OID_TAPI_GET_DEV_CONFIG                                 0x07030111
#define OID_TAPI_GET_EXTENSION_ID                               0x07030112
#define OID_TAPI_GET_ID                                         0x07030113
#define OID_TAPI_GET_LINE_DEV_STATUS                            0x07030114
#define OID_TAPI_MAKE_CALL                                      0x07030115
#define OID_TAPI_NEGOTIATE_EXT_VERSION                          0x07030116
#define OID_TAPI_OPEN                                           0x07030117
#define OID_TAPI_PROVIDER_INITIALIZE                            0x07030118
#define OID_TAPI_PROVIDER_SHUTDOWN                              0x07030119
#define OID_TAPI_SECURE_CALL                                    0x0703011A
#define OID_TAPI_SELECT_EXT_VERSION                             0x0703011B
#define OID_TAPI_SEND_USER_USER_INFO                            0x0703011C
#define OID_TAPI_SET_APP_SPECIFIC                               0x0703011D
#define OID_TAPI_SET_CALL_PARAMS                                0x0703011E
#define OID_TAPI_SET_DEFAULT_MEDIA_DETECTION                    0x0703011F
#define OID_TAPI_SET_DEV_CONFIG                                 0x07030120
#define OID_TAPI_SET_MEDIA_MODE                                 0x07030121
#define OID_TAPI_SET_STATUS_MESSAGES                            0x07030122
#define OID_TAPI_GATHER_DIGITS                                  0x07030123
#define OID_TAPI_MONITOR_DIGITS                                 0x07030124
#define OID_ATM_SUPPORTED_VC_RATES                              0x08010101
#define OID_ATM_SUPPORTED_SERVICE_CATEGORY                      0x08010102
#define OID_ATM_SUPPORTED_AAL_TYPES                             0x08010103
#define OID_ATM_HW_CURRENT_ADDRESS                              0x08010104
#define OID_ATM_MAX_ACTIVE_VCS                                  0x08010105
#define OID_ATM_MAX_ACTIVE_VCI_BITS                             0x08010106
#define OID_ATM_MAX_ACTIVE_VPI_BITS                             0x08010107
#define OID_ATM_MAX_AAL0_PACKET_SIZE                            0x08010108
#define OID_ATM_MAX_AAL1_PACKET_SIZE                            0x08010109
#define OID_ATM_MAX_AAL34_PACKET_SIZE                           0x0801010A
#define OID_ATM_MAX_AAL5_PACKET_SIZE                            0x0801010B
#define OID_ATM_SIGNALING_VPIVCI                                0x08010201
#define OID_ATM_ASSIGNED_VPI                                    0x08010202
#define OID_ATM_ACQUIRE_ACCESS_NET_RESOURCES                    0x08010203
#define OID_ATM_RELEASE_ACCESS_NET_RESOURCES                    0x08010204
#define OID_ATM_ILMI_VPIVCI                                     0x08010205
#define OID_ATM_DIGITAL_BROADCAST_VPIVCI                        0x08010206
#define OID_ATM_GET_NEAREST_FLOW                                0x08010207
#define OID_ATM_ALIGNMENT_REQUIRED                              0x08010208
#define OID_ATM_LECS_ADDRESS                                    0x08010209
#define OID_ATM_SERVICE_ADDRESS                                 0x0801020A
#define OID_ATM_CALL_PROCEEDING                                 0x0801020B
#define OID_ATM_CALL_ALERTING                                   0x0801020C
#define OID_ATM_PARTY_ALERTING                                  0x0801020D
#define OID_ATM_CALL_NOTIFY                                     0x0801020E
#define OID_ATM_MY_IP_NM_ADDRESS                                0x0801020F
#define OID_ATM_RCV_CELLS_OK                                    0x08020101
#define OID_ATM_XMIT_CELLS_OK                                   0x08020102
#define OID_ATM_RCV_CELLS_DROPPED                               0x08020103
#define OID_ATM_RCV_INVALID_VPI_VCI                             0x08020201
#define OID_ATM_CELLS_HEC_ERROR                                 0x08020202
#define OID_ATM_RCV_REASSEMBLY_ERROR                            0x08020203
#define OID_802_11_BSSID                                        0x0D010101
#define OID_802_11_SSID                                         0x0D010102
#define OID_802_11_NETWORK_TYPES_SUPPORTED                      0x0D010203
#define OID_802_11_NETWORK_TYPE_IN_USE                          0x0D010204
#define OID_802_11_TX_POWER_LEVEL                               0x0D010205
#define OID_802_11_RSSI                                         0x0D010206
#define OID_802_11_RSSI_TRIGGER                                 0x0D010207
#define OID_802_11_INFRASTRUCTURE_MODE                          0x0D010108
#define OID_802_11_FRAGMENTATION_THRESHOLD                      0x0D010209
#define OID_802_11_RTS_THRESHOLD                                0x0D01020A
#define OID_802_11_NUMBER_OF_ANTENNAS                           0x0D01020B
#define OID_802_11_RX_ANTENNA_SELECTED                          0x0D01020C
#define OID_802_11_TX_ANTENNA_SELECTED                          0x0D01020D
#define OID_802_11_SUPPORTED_RATES                              0x0D01020E
#define OID_802_11_DESIRED_RATES                                0x0D010210
#define OID_802_11_CONFIGURATION                                0x0D010211
#define OID_802_11_STATISTICS                                   0x0D020212
#define OID_802_11_ADD_WEP                                      0x0D010113
#define OID_802_11_REMOVE_WEP                                   0x0D010114
#define OID_802_11_DISASSOCIATE                                 0x0D010115
#define OID_802_11_POWER_MODE                                   0x0D010216
#define OID_802_11_BSSID_LIST                                   0x0D010217
#define OID_802_11_AUTHENTICATION_MODE                          0x0D010118
#define OID_802_11_PRIVACY_FILTER                               0x0D010119
#define OID_802_11_BSSID_LIST_SCAN                              0x0D01011A
#define OID_802_11_WEP_STATUS                                   0x0D01011B
#define OID_802_11_ENCRYPTION_STATUS                            0x0D01011B
#define OID_802_11_RELOAD_DEFAULTS                              0x0D01011C
#define OID_802_11_ADD_KEY                                      0x0D01011D
#define OID_802_11_REMOVE_KEY                                   0x0D01011E
#define OID_802_11_ASSOCIATION_INFORMATION                      0x0D01011F
#define OID_802_11_TEST                                         0x0D010120
#define OID_802_11_MEDIA_STREAM_MODE                            0x0D010121
#define OID_802_11_CAPABILITY                                   0x0D010122
#define OID_802_11_PMKID                                        0x0D010123
#define OID_802_11_NON_BCAST_SSID_LIST                          0x0D010124
#define OID_802_11_RADIO_STATUS                                 0x0D010125
#define OID_IRDA_RECEIVING                                      0x0A010100
#define OID_IRDA_TURNAROUND_TIME                                0x0A010101
#define OID_IRDA_SUPPORTED_SPEEDS                               0x0A010102
#define OID_IRDA_LINK_SPEED                                     0x0A010103
#define OID_IRDA_MEDIA_BUSY                                     0x0A010104
#define OID_IRDA_EXTRA_RCV_BOFS                                 0x0A010200
#define OID_IRDA_RATE_SNIFF                                     0x0A010201
#define OID_IRDA_UNICAST_LIST                                   0x0A010202
#define OID_IRDA_MAX_UNICAST_LIST_SIZE                          0x0A010203
#define OID_IRDA_MAX_RECEIVE_WINDOW_SIZE                        0x0A010204
#define OID_IRDA_MAX_SEND_WINDOW_SIZE                           0x0A010205
#define OID_IRDA_RESERVED1                                      0x0A01020A
#define OID_IRDA_RESERVED2                                      0x0A01020F
#define OID_1394_LOCAL_NODE_INFO                                0x0C010101
#define OID_1394_VC_INFO                                        0x0C010102
#define OID_CO_ADD_PVC                                          0xFE000001
#define OID_CO_DELETE_PVC                                       0xFE000002
#define OID_CO_GET_CALL_INFORMATION                             0xFE000003
#define OID_CO_ADD_ADDRESS                                      0xFE000004
#define OID_CO_DELETE_ADDRESS                                   0xFE000005
#define OID_CO_GET_ADDRESSES                                    0xFE000006
#define OID_CO_ADDRESS_CHANGE                                   0xFE000007
#define OID_CO_SIGNALING_ENABLED                                0xFE000008
#define OID_CO_SIGNALING_DISABLED                               0xFE000009
#define OID_CO_AF_CLOSE                                         0xFE00000A
#define OID_CO_TAPI_CM_CAPS                                     0xFE001001
#define OID_CO_TAPI_LINE_CAPS                                   0xFE001002
#define OID_CO_TAPI_ADDRESS_CAPS                                0xFE001003
#define OID_CO_TAPI_TRANSLATE_TAPI_CALLPARAMS                   0xFE001004
#define OID_CO_TAPI_TRANSLATE_NDIS_CALLPARAMS                   0xFE001005
#define OID_CO_TAPI_TRANSLATE_TAPI_SAP                          0xFE001006
#define OID_CO_TAPI_GET_CALL_DIAGNOSTICS                        0xFE001007
#define OID_CO_TAPI_REPORT_DIGITS                               0xFE001008
#define OID_CO_TAPI_DONT_REPORT_DIGITS                          0xFE001009
#define OID_PNP_CAPABILITIES                                    0xFD010100
#define OID_PNP_SET_POWER                                       0xFD010101
#define OID_PNP_QUERY_POWER                                     0xFD010102
#define OID_PNP_ADD_WAKE_UP_PATTERN                             0xFD010103
#define OID_PNP_REMOVE_WAKE_UP_PATTERN                          0xFD010104
#define OID_PNP_WAKE_UP_PATTERN_LIST                            0xFD010105
#define OID_PNP_ENABLE_WAKE_UP                                  0xFD010106
#define OID_PNP_WAKE_UP_OK                                      0xFD020200
#define OID_PNP_WAKE_UP_ERROR                                   0xFD020201
#define OID_PM_CURRENT_CAPABILITIES                             0xFD010107
#define OID_PM_HARDWARE_CAPABILITIES                            0xFD010108
#define OID_PM_PARAMETERS                                       0xFD010109
#define OID_PM_ADD_WOL_PATTERN                                  0xFD01010A
#define OID_PM_REMOVE_WOL_PATTERN                               0xFD01010B
#define OID_PM_WOL_PATTERN_LIST                                 0xFD01010C
#define OID_PM_ADD_PROTOCOL_OFFLOAD                             0xFD01010D
#define OID_PM_GET_PROTOCOL_OFFLOAD                             0xFD01010E
#define OID_PM_REMOVE_PROTOCOL_OFFLOAD                          0xFD01010F
#define OID_PM_PROTOCOL_OFFLOAD_LIST                            0xFD010110
#define OID_PM_RESERVED_1                                       0xFD010111
#define OID_RECEIVE_FILTER_HARDWARE_CAPABILITIES                0x00010221
#define OID_RECEIVE_FILTER_GLOBAL_PARAMETERS                    0x00010222
#define OID_RECEIVE_FILTER_ALLOCATE_QUEUE                       0x00010223
#define OID_RECEIVE_FILTER_FREE_QUEUE                           0x00010224
#define OID_RECEIVE_FILTER_ENUM_QUEUES                          0x00010225
#define OID_RECEIVE_FILTER_QUEUE_PARAMETERS                     0x00010226
#define OID_RECEIVE_FILTER_SET_FILTER                           0x00010227
#define OID_RECEIVE_FILTER_CLEAR_FILTER                         0x00010228
#define OID_RECEIVE_FILTER_ENUM_FILTERS                         0x00010229
#define OID_RECEIVE_FILTER_PARAMETERS                           0x0001022A
#define OID_RECEIVE_FILTER_QUEUE_ALLOCATION_COMPLETE            0x0001022B
#define OID_RECEIVE_FILTER_CURRENT_CAPABILITIES                 0x0001022D
#define OID_NIC_SWITCH_HARDWARE_CAPABILITIES                    0x0001022E
#define OID_NIC_SWITCH_CURRENT_CAPABILITIES                     0x0001022F
#if NDIS_SUPPORT_NDIS630
#define OID_RECEIVE_FILTER_MOVE_FILTER                          0x00010230
#endif
#define OID_VLAN_RESERVED1                                      0x00010231
#define OID_VLAN_RESERVED2                                      0x00010232
#define OID_VLAN_RESERVED3                                      0x00010233
#define OID_VLAN_RESERVED4                                      0x00010234
#if NDIS_SUPPORT_NDIS630
#define OID_PACKET_COALESCING_FILTER_MATCH_COUNT                0x00010235
#endif
#define OID_NIC_SWITCH_CREATE_SWITCH                            0x00010237
#define OID_NIC_SWITCH_PARAMETERS                               0x00010238
#define OID_NIC_SWITCH_DELETE_SWITCH                            0x00010239
#define OID_NIC_SWITCH_ENUM_SWITCHES                            0x00010240
#define OID_NIC_SWITCH_CREATE_VPORT                             0x00010241
#define OID_NIC_SWITCH_VPORT_PARAMETERS                         0x00010242
#define OID_NIC_SWITCH_ENUM_VPORTS                              0x00010243
#define OID_NIC_SWITCH_DELETE_VPORT                             0x00010244
#define OID_NIC_SWITCH_ALLOCATE_VF                              0x00010245
#define OID_NIC_SWITCH_FREE_VF                                  0x00010246
#define OID_NIC_SWITCH_VF_PARAMETERS                            0x00010247
#define OID_NIC_SWITCH_ENUM_VFS                                 0x00010248
#define OID_SRIOV_HARDWARE_CAPABILITIES                         0x00010249
#define OID_SRIOV_CURRENT_CAPABILITIES                          0x00010250
#define OID_SRIOV_READ_VF_CONFIG_SPACE                          0x00010251
#define OID_SRIOV_WRITE_VF_CONFIG_SPACE                         0x00010252
#define OID_SRIOV_READ_VF_CONFIG_BLOCK                          0x00010253
#define OID_SRIOV_WRITE_VF_CONFIG_BLOCK                         0x00010254
#define OID_SRIOV_RESET_VF                                      0x00010255
#define OID_SRIOV_SET_VF_POWER_STATE                            0x00010256
#define OID_SRIOV_VF_VENDOR_DEVICE_ID                           0x00010257
#define OID_SRIOV_PROBED_BARS                                   0x00010258
#define OID_SRIOV_BAR_RESOURCES                                 0x00010259
#define OID_SRIOV_PF_LUID                                       0x00010260
#define OID_SRIOV_CONFIG_STATE                                  0x00010261
#define OID_SRIOV_VF_SERIAL_NUMBER                              0x00010262
#if NDIS_SUPPORT_NDIS670
#define OID_SRIOV_OVERLYING_ADAPTER_INFO                        0x00010268
#endif
#define OID_SRIOV_VF_INVALIDATE_CONFIG_BLOCK                    0x00010269
#define OID_SWITCH_PROPERTY_ADD                                 0x00010263
#define OID_SWITCH_PROPERTY_UPDATE                              0x00010264
#define OID_SWITCH_PROPERTY_DELETE                              0x00010265
#define OID_SWITCH_PROPERTY_ENUM                                0x00010266
#define OID_SWITCH_FEATURE_STATUS_QUERY                         0x00010267
#define OID_SWITCH_NIC_REQUEST                                  0x00010270
#define OID_SWITCH_PORT_PROPERTY_ADD                            0x00010271
#define OID_SWITCH_PORT_PROPERTY_UPDATE                         0x00010272
#define OID_SWITCH_PORT_PROPERTY_DELETE                         0x00010273
#define OID_SWITCH_PORT_PROPERTY_ENUM                           0x00010274
#define OID_SWITCH_PARAMETERS                                   0x00010275
#define OID_SWITCH_PORT_ARRAY                                   0x00010276
#define OID_SWITCH_NIC_ARRAY                                    0x00010277
#define OID_SWITCH_PORT_CREATE                                  0x00010278
#define OID_SWITCH_PORT_DELETE                                  0x00010279
#define OID_SWITCH_NIC_CREATE                                   0x0001027A
#define OID_SWITCH_NIC_CONNECT                                  0x0001027B
#define OID_SWITCH_NIC_DISCONNECT                               0x0001027C
#define OID_SWITCH_NIC_DELETE                                   0x0001027D
#define OID_SWITCH_PORT_FEATURE_STATUS_QUERY                    0x0001027E
#define OID_SWITCH_PORT_TEARDOWN                                0x0001027F
#define OID_SWITCH_NIC_SAVE                                     0x00010290
#define OID_SWITCH_NIC_SAVE_COMPLETE                            0x00010291
#define OID_SWITCH_NIC_RESTORE                                  0x00010292
#define OID_SWITCH_NIC_RESTORE_COMPLETE                         0x00010293
#define OID_SWITCH_NIC_UPDATED                                  0x00010294
#define OID_SWITCH_PORT_UPDATED                                 0x00010295
#if NDIS_SUPPORT_NDIS650
#define OID_SWITCH_NIC_DIRECT_REQUEST                           0x00010296
#define OID_SWITCH_NIC_SUSPEND                                  0x00010297
#define OID_SWITCH_NIC_RESUME                                   0x00010298
#endif
#define OID_SWITCH_NIC_SUSPENDED_LM_SOURCE_STARTED              0x00010299
#define OID_SWITCH_NIC_SUSPENDED_LM_SOURCE_FINISHED             0x0001029A
#define OID_GEN_RSS_SET_INDIRECTION_TABLE_ENTRIES               0x000102C0
#define OID_GEN_ISOLATION_PARAMETERS                            0x00010300
#if NDIS_SUPPORT_NDIS650
#define OID_GFT_HARDWARE_CAPABILITIES                           0x00010401
#define OID_GFT_CURRENT_CAPABILITIES                            0x00010402
#define OID_GFT_GLOBAL_PARAMETERS                               0x00010403
#define OID_GFT_CREATE_TABLE                                    0x00010404
#define OID_GFT_DELETE_TABLE                                    0x00010405
#define OID_GFT_ENUM_TABLES                                     0x00010406
#define OID_GFT_ALLOCATE_COUNTERS                               0x00010407
#define OID_GFT_FREE_COUNTERS                                   0x00010408
#define OID_GFT_ENUM_COUNTERS                                   0x00010409
#define OID_GFT_COUNTER_VALUES                                  0x0001040A
#define OID_GFT_STATISTICS                                      0x0001040B
#define OID_GFT_ADD_FLOW_ENTRIES                                0x0001040C
#define OID_GFT_DELETE_FLOW_ENTRIES                             0x0001040D
#define OID_GFT_ENUM_FLOW_ENTRIES                               0x0001040E
#define OID_GFT_ACTIVATE_FLOW_ENTRIES                           0x0001040F
#define OID_GFT_DEACTIVATE_FLOW_ENTRIES                         0x00010410
#define OID_GFT_FLOW_ENTRY_PARAMETERS                           0x00010411
#define OID_GFT_EXACT_MATCH_PROFILE                             0x00010412
#define OID_GFT_HEADER_TRANSPOSITION_PROFILE                    0x00010413
#define OID_GFT_WILDCARD_MATCH_PROFILE                          0x00010414
#define OID_GFT_ENUM_PROFILES                                   0x00010415
#define OID_GFT_DELETE_PROFILE                                  0x00010416
#define OID_GFT_VPORT_PARAMETERS                                0x00010417
#define OID_GFT_CREATE_LOGICAL_VPORT                            0x00010418
#define OID_GFT_DELETE_LOGICAL_VPORT                            0x00010419
#define OID_GFT_ENUM_LOGICAL_VPORTS                             0x0001041A
#define OID_QOS_OFFLOAD_HARDWARE_CAPABILITIES                   0x00010601
#define OID_QOS_OFFLOAD_CURRENT_CAPABILITIES                    0x00010602
#define OID_QOS_OFFLOAD_CREATE_SQ                               0x00010603
#define OID_QOS_OFFLOAD_DELETE_SQ                               0x00010604
#define OID_QOS_OFFLOAD_UPDATE_SQ                               0x00010605
#define OID_QOS_OFFLOAD_ENUM_SQS                                0x00010606
#define OID_PD_OPEN_PROVIDER                                    0x00010501
#define OID_PD_CLOSE_PROVIDER                                   0x00010502
#define OID_PD_QUERY_CURRENT_CONFIG                             0x00010503
#endif
#define OID_TCP_TASK_OFFLOAD                                    0xFC010201
#define OID_TCP_TASK_IPSEC_ADD_SA                               0xFC010202
#define OID_TCP_TASK_IPSEC_DELETE_SA                            0xFC010203
#define OID_TCP_SAN_SUPPORT                                     0xFC010204
#define OID_TCP_TASK_IPSEC_ADD_UDPESP_SA                        0xFC010205
#define OID_TCP_TASK_IPSEC_DELETE_UDPESP_SA                     0xFC010206
#define OID_TCP4_OFFLOAD_STATS                                  0xFC010207
#define OID_TCP6_OFFLOAD_STATS                                  0xFC010208
#define OID_IP4_OFFLOAD_STATS                                   0xFC010209
#define OID_IP6_OFFLOAD_STATS                                   0xFC01020A
#define OID_TCP_OFFLOAD_CURRENT_CONFIG                          0xFC01020B
#define OID_TCP_OFFLOAD_PARAMETERS                              0xFC01020C
#define OID_TCP_OFFLOAD_HARDWARE_CAPABILITIES                   0xFC01020D
#define OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG               0xFC01020E
#define OID_TCP_CONNECTION_OFFLOAD_HARDWARE_CAPABILITIES        0xFC01020F
#define OID_OFFLOAD_ENCAPSULATION                               0x0101010A
#if NDIS_SUPPORT_NDIS61
#define OID_TCP_TASK_IPSEC_OFFLOAD_V2_ADD_SA                    0xFC030202
#define OID_TCP_TASK_IPSEC_OFFLOAD_V2_DELETE_SA                 0xFC030203
#define OID_TCP_TASK_IPSEC_OFFLOAD_V2_UPDATE_SA                 0xFC030204
#endif
#if NDIS_SUPPORT_NDIS630
#define OID_TCP_TASK_IPSEC_OFFLOAD_V2_ADD_SA_EX                 0xFC030205
#endif
#define OID_FFP_SUPPORT                                         0xFC010210
#define OID_FFP_FLUSH                                           0xFC010211
#define OID_FFP_CONTROL                                         0xFC010212
#define OID_FFP_PARAMS                                          0xFC010213
#define OID_FFP_DATA                                            0xFC010214
#define OID_FFP_DRIVER_STATS                                    0xFC020210
#define OID_FFP_ADAPTER_STATS                                   0xFC020211
#define OID_TCP_CONNECTION_OFFLOAD_PARAMETERS                   0xFC030201
#define OID_TUNNEL_INTERFACE_SET_OID                            0x0F010106
#define OID_TUNNEL_INTERFACE_RELEASE_OID                        0x0F010107
#define OID_QOS_RESERVED1                                       0xFB010100
#define OID_QOS_RESERVED2                                       0xFB010101
#define OID_QOS_RESERVED3                                       0xFB010102
#define OID_QOS_RESERVED4                                       0xFB010103
#define OID_QOS_RESERVED5                                       0xFB010104
#define OID_QOS_RESERVED6                                       0xFB010105
#define OID_QOS_RESERVED7                                       0xFB010106
#define OID_QOS_RESERVED8                                       0xFB010107
#define OID_QOS_RESERVED9                                       0xFB010108
#define OID_QOS_RESERVED10                                      0xFB010109
#define OID_QOS_RESERVED11                                      0xFB01010A
#define OID_QOS_RESERVED12                                      0xFB01010B
#define OID_QOS_RESERVED13                                      0xFB01010C
#define OID_QOS_RESERVED14                                      0xFB01010D
#define OID_QOS_RESERVED15                                      0xFB01010E
#define OID_QOS_RESERVED16                                      0xFB01010F
#define OID_QOS_RESERVED17                                      0xFB010110
#define OID_QOS_RESERVED18                                      0xFB010111
#define OID_QOS_RESERVED19                                      0xFB010112
#define OID_QOS_RESERVED20                                      0xFB010113
#define OID_XBOX_ACC_RESERVED0                                  0xFA000000
#if NDIS_SUPPORT_NDIS630
#define OID_NDK_SET_STATE                                       0xFC040201
#define OID_NDK_STATISTICS                                      0xFC040202
#define OID_NDK_CONNECTIONS                                     0xFC040203
#define OID_NDK_LOCAL_ENDPOINTS                                 0xFC040204
#define OID_QOS_HARDWARE_CAPABILITIES                           0xFC050001
#define OID_QOS_CURRENT_CAPABILITIES                            0xFC050002
#define OID_QOS_PARAMETERS                                      0xFC050003
#define OID_QOS_OPERATIONAL_PARAMETERS                          0xFC050004
#define OID_QOS_REMOTE_PARAMETERS                               0xFC050005
#endif
#define OID_DOT11_NDIS_START                                    0x0D010300
#define OID_DOT11_OFFLOAD_CAPABILITY                            0x0D010300
#define OID_DOT11_CURRENT_OFFLOAD_CAPABILITY                    0x0D010301
#define OID_DOT11_WEP_OFFLOAD                                   0x0D010302
#define OID_DOT11_WEP_UPLOAD                                    0x0D010303
#define OID_DOT11_DEFAULT_WEP_OFFLOAD                           0x0D010304
#define OID_DOT11_DEFAULT_WEP_UPLOAD                            0x0D010305
#define OID_DOT11_MPDU_MAX_LENGTH                               0x0D010306
#define OID_DOT11_OPERATION_MODE_CAPABILITY                     0x0D010307
#define OID_DOT11_CURRENT_OPERATION_MODE                        0x0D010308
#define OID_DOT11_CURRENT_PACKET_FILTER                         0x0D010309
#define OID_DOT11_ATIM_WINDOW                                   0x0D01030A
#define OID_DOT11_SCAN_REQUEST                                  0x0D01030B
#define OID_DOT11_CURRENT_PHY_TYPE                              0x0D01030C
#define OID_DOT11_JOIN_REQUEST                                  0x0D01030D
#define OID_DOT11_START_REQUEST                                 0x0D01030E
#define OID_DOT11_UPDATE_IE                                     0x0D01030F
#define OID_DOT11_RESET_REQUEST                                 0x0D010310
#define OID_DOT11_NIC_POWER_STATE                               0x0D010311
#define OID_DOT11_OPTIONAL_CAPABILITY                           0x0D010312
#define OID_DOT11_CURRENT_OPTIONAL_CAPABILITY                   0x0D010313
#define OID_DOT11_STATION_ID                                    0x0D010314
#define OID_DOT11_MEDIUM_OCCUPANCY_LIMIT                        0x0D010315
#define OID_DOT11_CF_POLLABLE                                   0x0D010316
#define OID_DOT11_CFP_PERIOD                                    0x0D010317
#define OID_DOT11_CFP_MAX_DURATION                              0x0D010318
#define OID_DOT11_POWER_MGMT_MODE                               0x0D010319
#define OID_DOT11_OPERATIONAL_RATE_SET                          0x0D01031A
#define OID_DOT11_BEACON_PERIOD                                 0x0D01031B
#define OID_DOT11_DTIM_PERIOD                                   0x0D01031C
#define OID_DOT11_WEP_ICV_ERROR_COUNT                           0x0D01031D
#define OID_DOT11_MAC_ADDRESS                                   0x0D01031E
#define OID_DOT11_RTS_THRESHOLD                                 0x0D01031F
#define OID_DOT11_SHORT_RETRY_LIMIT                             0x0D010320
#define OID_DOT11_LONG_RETRY_LIMIT                              0x0D010321
#define OID_DOT11_FRAGMENTATION_THRESHOLD                       0x0D010322
#define OID_DOT11_MAX_TRANSMIT_MSDU_LIFETIME                    0x0D010323
#define OID_DOT11_MAX_RECEIVE_LIFETIME                          0x0D010324
#define OID_DOT11_COUNTERS_ENTRY                                0x0D010325
#define OID_DOT11_SUPPORTED_PHY_TYPES                           0x0D010326
#define OID_DOT11_CURRENT_REG_DOMAIN                            0x0D010327
#define OID_DOT11_TEMP_TYPE                                     0x0D010328
#define OID_DOT11_CURRENT_TX_ANTENNA                            0x0D010329
#define OID_DOT11_DIVERSITY_SUPPORT                             0x0D01032A
#define OID_DOT11_CURRENT_RX_ANTENNA                            0x0D01032B
#define OID_DOT11_SUPPORTED_POWER_LEVELS                        0x0D01032C
#define OID_DOT11_CURRENT_TX_POWER_LEVEL                        0x0D01032D
#define OID_DOT11_HOP_TIME                                      0x0D01032E
#define OID_DOT11_CURRENT_CHANNEL_NUMBER                        0x0D01032F
#define OID_DOT11_MAX_DWELL_TIME                                0x0D010330
#define OID_DOT11_CURRENT_DWELL_TIME                            0x0D010331
#define OID_DOT11_CURRENT_SET                                   0x0D010332
#define OID_DOT11_CURRENT_PATTERN                               0x0D010333
#define OID_DOT11_CURRENT_INDEX                                 0x0D010334
#define OID_DOT11_CURRENT_CHANNEL                               0x0D010335
#define OID_DOT11_CCA_MODE_SUPPORTED                            0x0D010336
#define OID_DOT11_CURRENT_CCA_MODE                              0x0D010337
#define OID_DOT11_ED_THRESHOLD                                  0x0D010338
#define OID_DOT11_CCA_WATCHDOG_TIMER_MAX                        0x0D010339
#define OID_DOT11_CCA_WATCHDOG_COUNT_MAX                        0x0D01033A
#define OID_DOT11_CCA_WATCHDOG_TIMER_MIN                        0x0D01033B
#define OID_DOT11_CCA_WATCHDOG_COUNT_MIN                        0x0D01033C
#define OID_DOT11_REG_DOMAINS_SUPPORT_VALUE                     0x0D01033D
#define OID_DOT11_SUPPORTED_TX_ANTENNA                          0x0D01033E
#define OID_DOT11_SUPPORTED_RX_ANTENNA                          0x0D01033F
#define OID_DOT11_DIVERSITY_SELECTION_RX                        0x0D010340
#define OID_DOT11_SUPPORTED_DATA_RATES_VALUE                    0x0D010341
#define OID_DOT11_CURRENT_FREQUENCY                             0x0D010342
#define OID_DOT11_TI_THRESHOLD                                  0x0D010343
#define OID_DOT11_FREQUENCY_BANDS_SUPPORTED                     0x0D010344
#define OID_DOT11_SHORT_PREAMBLE_OPTION_IMPLEMENTED             0x0D010345
#define OID_DOT11_PBCC_OPTION_IMPLEMENTED                       0x0D010346
#define OID_DOT11_CHANNEL_AGILITY_PRESENT                       0x0D010347
#define OID_DOT11_CHANNEL_AGILITY_ENABLED                       0x0D010348
#define OID_DOT11_HR_CCA_MODE_SUPPORTED                         0x0D010349
#define OID_DOT11_MULTI_DOMAIN_CAPABILITY_IMPLEMENTED           0x0D01034A
#define OID_DOT11_MULTI_DOMAIN_CAPABILITY_ENABLED               0x0D01034B
#define OID_DOT11_COUNTRY_STRING                                0x0D01034C
#define OID_DOT11_MULTI_DOMAIN_CAPABILITY                       0x0D01034D
#define OID_DOT11_EHCC_PRIME_RADIX                              0x0D01034E
#define OID_DOT11_EHCC_NUMBER_OF_CHANNELS_FAMILY_INDEX          0x0D01034F
#define OID_DOT11_EHCC_CAPABILITY_IMPLEMENTED                   0x0D010350
#define OID_DOT11_EHCC_CAPABILITY_ENABLED                       0x0D010351
#define OID_DOT11_HOP_ALGORITHM_ADOPTED                         0x0D010352
#define OID_DOT11_RANDOM_TABLE_FLAG                             0x0D010353
#define OID_DOT11_NUMBER_OF_HOPPING_SETS                        0x0D010354
#define OID_DOT11_HOP_MODULUS                                   0x0D010355
#define OID_DOT11_HOP_OFFSET                                    0x0D010356
#define OID_DOT11_HOPPING_PATTERN                               0x0D010357
#define OID_DOT11_RANDOM_TABLE_FIELD_NUMBER                     0x0D010358
#define OID_DOT11_WPA_TSC                                       0x0D010359
#define OID_DOT11_RSSI_RANGE                                    0x0D01035A
#define OID_DOT11_RF_USAGE                                      0x0D01035B
#define OID_DOT11_NIC_SPECIFIC_EXTENSION                        0x0D01035C
#define OID_DOT11_AP_JOIN_REQUEST                               0x0D01035D
#define OID_DOT11_ERP_PBCC_OPTION_IMPLEMENTED                   0x0D01035E
#define OID_DOT11_ERP_PBCC_OPTION_ENABLED                       0x0D01035F
#define OID_DOT11_DSSS_OFDM_OPTION_IMPLEMENTED                  0x0D010360
#define OID_DOT11_DSSS_OFDM_OPTION_ENABLED                      0x0D010361
#define OID_DOT11_SHORT_SLOT_TIME_OPTION_IMPLEMENTED            0x0D010362
#define OID_DOT11_SHORT_SLOT_TIME_OPTION_ENABLED                0x0D010363
#define OID_DOT11_MAX_MAC_ADDRESS_STATES                        0x0D010364
#define OID_DOT11_RECV_SENSITIVITY_LIST                         0x0D010365
#define OID_DOT11_WME_IMPLEMENTED                               0x0D010366
#define OID_DOT11_WME_ENABLED                                   0x0D010367
#define OID_DOT11_WME_AC_PARAMETERS                             0x0D010368
#define OID_DOT11_WME_UPDATE_IE                                 0x0D010369
#define OID_DOT11_QOS_TX_QUEUES_SUPPORTED                       0x0D01036A
#define OID_DOT11_QOS_TX_DURATION                               0x0D01036B
#define OID_DOT11_QOS_TX_MEDIUM_TIME                            0x0D01036C
#define OID_DOT11_SUPPORTED_OFDM_FREQUENCY_LIST                 0x0D01036D
#define OID_DOT11_SUPPORTED_DSSS_CHANNEL_LIST                   0x0D01036E
#define OID_DOT11_AUTO_CONFIG_ENABLED                           0x0E010178
#define OID_DOT11_ENUM_BSS_LIST                                 0x0E010179
#define OID_DOT11_FLUSH_BSS_LIST                                0x0E01017A
#define OID_DOT11_POWER_MGMT_REQUEST                            0x0E01017B
#define OID_DOT11_DESIRED_SSID_LIST                             0x0E01017C
#define OID_DOT11_EXCLUDED_MAC_ADDRESS_LIST                     0x0E01017D
#define OID_DOT11_DESIRED_BSSID_LIST                            0x0E01017E
#define OID_DOT11_DESIRED_BSS_TYPE                              0x0E01017F
#define OID_DOT11_PMKID_LIST                                    0x0E010280
#define OID_DOT11_CONNECT_REQUEST                               0x0E010181
#define OID_DOT11_EXCLUDE_UNENCRYPTED                           0x0E010182
#define OID_DOT11_STATISTICS                                    0x0E020183
#define OID_DOT11_PRIVACY_EXEMPTION_LIST                        0x0E010184
#define OID_DOT11_ENABLED_AUTHENTICATION_ALGORITHM              0x0E010185
#define OID_DOT11_SUPPORTED_UNICAST_ALGORITHM_PAIR              0x0E010186
#define OID_DOT11_ENABLED_UNICAST_CIPHER_ALGORITHM              0x0E010187
#define OID_DOT11_SUPPORTED_MULTICAST_ALGORITHM_PAIR            0x0E010188
#define OID_DOT11_ENABLED_MULTICAST_CIPHER_ALGORITHM            0x0E010189
#define OID_DOT11_CIPHER_DEFAULT_KEY_ID                         0x0E01018A
#define OID_DOT11_CIPHER_DEFAULT_KEY                            0x0E01018B
#define OID_DOT11_CIPHER_KEY_MAPPING_KEY                        0x0E01018C
#define OID_DOT11_ENUM_ASSOCIATION_INFO                         0x0E01018D
#define OID_DOT11_DISCONNECT_REQUEST                            0x0E01018E
#define OID_DOT11_UNICAST_USE_GROUP_ENABLED                     0x0E01018F
#define OID_DOT11_HARDWARE_PHY_STATE                            0x0E010190
#define OID_DOT11_DESIRED_PHY_LIST                              0x0E010191
#define OID_DOT11_CURRENT_PHY_ID                                0x0E010192
#define OID_DOT11_MEDIA_STREAMING_ENABLED                       0x0E010193
#define OID_DOT11_UNREACHABLE_DETECTION_THRESHOLD               0x0E010194
#define OID_DOT11_ACTIVE_PHY_LIST                               0x0E010195
#define OID_DOT11_EXTSTA_CAPABILITY                             0x0E010196
#define OID_DOT11_DATA_RATE_MAPPING_TABLE                       0x0E010197
#define OID_DOT11_SUPPORTED_COUNTRY_OR_REGION_STRING            0x0E010198
#define OID_DOT11_DESIRED_COUNTRY_OR_REGION_STRING              0x0E010199
#define OID_DOT11_PORT_STATE_NOTIFICATION                       0x0E01029A
#define OID_DOT11_IBSS_PARAMS                                   0x0E01019B
#define OID_DOT11_QOS_PARAMS                                    0x0E01029C
#define OID_DOT11_SAFE_MODE_ENABLED                             0x0E01019D
#define OID_DOT11_HIDDEN_NETWORK_ENABLED                        0x0E01019E
#define OID_DOT11_ASSOCIATION_PARAMS                            0x0E01019F
#define OID_DOT11_SAFE_MODE_HT_ENABLED                          0x0E0101A0
#define OID_DOT11_PRIVATE_OIDS_START                            0x0D010700
#define OID_DOT11_CURRENT_ADDRESS                               0x0D010702
#define OID_DOT11_PERMANENT_ADDRESS                             0x0D010703
#define OID_DOT11_MULTICAST_LIST                                0x0D010704
#define OID_DOT11_MAXIMUM_LIST_SIZE                             0x0D010705
#define OID_DOT11_WPS_ENABLED                                   0x0E030101
#define OID_DOT11_START_AP_REQUEST                              0x0E030102
#define OID_DOT11_AVAILABLE_CHANNEL_LIST                        0x0E030103
#define OID_DOT11_AVAILABLE_FREQUENCY_LIST                      0x0E030104
#define OID_DOT11_DISASSOCIATE_PEER_REQUEST                     0x0E030105
#define OID_DOT11_INCOMING_ASSOCIATION_DECISION                 0x0E030106
#define OID_DOT11_ADDITIONAL_IE                                 0x0E030107
#define OID_DOT11_ENUM_PEER_INFO                                0x0E030108
#define OID_DOT11_CREATE_MAC                                    0x0E040101
#define OID_DOT11_DELETE_MAC                                    0x0E040102
#define OID_DOT11_PREFERRED_MAC                                 0x0E040103
#define OID_DOT11_VIRTUAL_STATION_CAPABILITY                    0x0E040204
#define OID_DOT11_WFD_DEVICE_CAPABILITY                         0x0E050101
#define OID_DOT11_WFD_GROUP_OWNER_CAPABILITY                    0x0E050102
#define OID_DOT11_WFD_DEVICE_INFO                               0x0E050103
#define OID_DOT11_WFD_SECONDARY_DEVICE_TYPE_LIST                0x0E050104
#define OID_DOT11_WFD_DISCOVER_REQUEST                          0x0E050105
#define OID_DOT11_WFD_ENUM_DEVICE_LIST                          0x0E050106
#define OID_DOT11_WFD_LISTEN_STATE_DISCOVERABILITY              0x0E050107
#define OID_DOT11_WFD_ADDITIONAL_IE                             0x0E050108
#define OID_DOT11_WFD_FLUSH_DEVICE_LIST                         0x0E050109
#define OID_DOT11_WFD_SEND_GO_NEGOTIATION_REQUEST               0x0E05010A
#define OID_DOT11_WFD_SEND_GO_NEGOTIATION_RESPONSE              0x0E05010B
#define OID_DOT11_WFD_SEND_GO_NEGOTIATION_CONFIRMATION          0x0E05010C
#define OID_DOT11_WFD_SEND_INVITATION_REQUEST                   0x0E05010D
#define OID_DOT11_WFD_SEND_INVITATION_RESPONSE                  0x0E05010E
#define OID_DOT11_WFD_SEND_PROVISION_DISCOVERY_REQUEST          0x0E05010F
#define OID_DOT11_WFD_SEND_PROVISION_DISCOVERY_RESPONSE         0x0E050110
#define OID_DOT11_WFD_GET_DIALOG_TOKEN                          0x0E050111
#define OID_DOT11_WFD_STOP_DISCOVERY                            0x0E050112
#define OID_DOT11_WFD_ENABLE_HRDSSS_DEVICES                     0x0E050213
#define OID_DOT11_WFD_DEVICE_LISTEN_CHANNEL                     0x0E050114
#define OID_DOT11_WFD_DESIRED_GROUP_ID                          0x0E060101
#define OID_DOT11_WFD_START_GO_REQUEST                          0x0E060102
#define OID_DOT11_WFD_GROUP_START_PARAMETERS                    0x0E060103
#define OID_DOT11_WFD_CONNECT_TO_GROUP_REQUEST                  0x0E060104
#define OID_DOT11_WFD_DISCONNECT_FROM_GROUP_REQUEST             0x0E060105
#define OID_DOT11_WFD_GROUP_JOIN_PARAMETERS                     0x0E060106
#define OID_DOT11_POWER_MGMT_MODE_AUTO_ENABLED                  0x0E070101
#define OID_DOT11_POWER_MGMT_MODE_STATUS                        0x0E070102
#define OID_DOT11_OFFLOAD_NETWORK_LIST                          0x0E070103
#define OID_DOT11_MANUFACTURING_TEST                            0x0E080201
#define OID_DOT11_SET_FT_REASSOCIATION_PARAMETERS               0x0E010168
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
#define NDIS_802_11_LENGTH_SSID                                 0x20
#define NDIS_802_11_LENGTH_RATES                                8
#define NDIS_802_11_LENGTH_RATES_EX                             0x10
#define NDIS_802_11_AUTH_REQUEST_AUTH_FIELDS                    15
#define NDIS_802_11_AUTH_REQUEST_REAUTH                         1
#define NDIS_802_11_AUTH_REQUEST_KEYUPDATE                      2
#define NDIS_802_11_AUTH_REQUEST_PAIRWISE_ERROR                 6
#define NDIS_802_11_AUTH_REQUEST_GROUP_ERROR                    14
#define NDIS_802_11_PMKID_CANDIDATE_PREAUTH_ENABLED             1
#define NDIS_802_11_AI_REQFI_CAPABILITIES                       1
#define NDIS_802_11_AI_REQFI_LISTENINTERVAL                     2
#define NDIS_802_11_AI_REQFI_CURRENTAPADDRESS                   4
#define NDIS_802_11_AI_RESFI_CAPABILITIES                       1
#define NDIS_802_11_AI_RESFI_STATUSCODE                         2
#define NDIS_802_11_AI_RESFI_ASSOCIATIONID                      4
#define NDIS_PNP_WAKE_UP_MAGIC_PACKET                           1
#define NDIS_PNP_WAKE_UP_PATTERN_MATCH                          2
#define NDIS_PNP_WAKE_UP_LINK_CHANGE                            4
#define OFFLOAD_MAX_SAS                                         3
#define OFFLOAD_INBOUND_SA                                      1
#define OFFLOAD_OUTBOUND_SA                                     2
#define NDIS_PROTOCOL_ID_DEFAULT                                0
#define NDIS_PROTOCOL_ID_TCP_IP                                 2
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
#define NDIS_DEVICE_WAKE_UP_ENABLE                              1
#define NDIS_DEVICE_WAKE_ON_PATTERN_MATCH_ENABLE                2
#define NDIS_DEVICE_WAKE_ON_MAGIC_PACKET_ENABLE                 4
#define WAN_PROTOCOL_KEEPS_STATS                                1
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
#define NDIS_OFFLOAD_PARAMETERS_SKIP_REGISTRY_UPDATE            1
#endif
#define NDIS_OFFLOAD_NOT_SUPPORTED                              0
#define NDIS_OFFLOAD_SUPPORTED                                  1
#define NDIS_OFFLOAD_SET_NO_CHANGE                              0
#define NDIS_OFFLOAD_SET_ON                                     1
#define NDIS_OFFLOAD_SET_OFF                                    2
#define NDIS_ENCAPSULATION_NOT_SUPPORTED                        0
#define NDIS_ENCAPSULATION_NULL                                 1
#define NDIS_ENCAPSULATION_IEEE_802_3                           2
#define NDIS_ENCAPSULATION_IEEE_802_3_P_AND_Q                   4
#define NDIS_ENCAPSULATION_IEEE_802_3_P_AND_Q_IN_OOB            8
#define NDIS_ENCAPSULATION_IEEE_LLC_SNAP_ROUTED                 0x10
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
#define NDIS_MAXIMUM_PORTS                                      0x01000000
#define NDIS_DEFAULT_PORT_NUMBER                                0
#define NDIS_WMI_DEFAULT_METHOD_ID                              1
#define NDIS_WMI_OBJECT_TYPE_SET                                1
#define NDIS_WMI_OBJECT_TYPE_METHOD                             2
#define NDIS_WMI_OBJECT_TYPE_EVENT                              3
#define NDIS_WMI_OBJECT_TYPE_ENUM_ADAPTER                       4
#define NDIS_WMI_OBJECT_TYPE_OUTPUT_INFO                        5
#define NDIS_DEVICE_TYPE_ENDPOINT                               1
#if NDIS_SUPPORT_NDIS61
#define NDIS_HD_SPLIT_COMBINE_ALL_HEADERS                       1
#define NDIS_HD_SPLIT_CAPS_SUPPORTS_HEADER_DATA_SPLIT           1
#define NDIS_HD_SPLIT_CAPS_SUPPORTS_IPV4_OPTIONS                2
#define NDIS_HD_SPLIT_CAPS_SUPPORTS_IPV6_EXTENSION_HEADERS      4
#define NDIS_HD_SPLIT_CAPS_SUPPORTS_TCP_OPTIONS                 8
#define NDIS_HD_SPLIT_ENABLE_HEADER_DATA_SPLIT                  1
#endif
#if NDIS_SUPPORT_NDIS620
#define NDIS_PM_WOL_BITMAP_PATTERN_SUPPORTED                    1
#define NDIS_PM_WOL_MAGIC_PACKET_SUPPORTED                      2
#define NDIS_PM_WOL_IPV4_TCP_SYN_SUPPORTED                      4
#define NDIS_PM_WOL_IPV6_TCP_SYN_SUPPORTED                      8
#define NDIS_PM_WOL_IPV4_DEST_ADDR_WILDCARD_SUPPORTED           0x00000200
#define NDIS_PM_WOL_IPV6_DEST_ADDR_WILDCARD_SUPPORTED           0x00000800
#define NDIS_PM_WOL_EAPOL_REQUEST_ID_MESSAGE_SUPPORTED          0x00010000
#define NDIS_PM_PROTOCOL_OFFLOAD_ARP_SUPPORTED                  1
#define NDIS_PM_PROTOCOL_OFFLOAD_NS_SUPPORTED                   2
#define NDIS_PM_PROTOCOL_OFFLOAD_80211_RSN_REKEY_SUPPORTED      0x80
#endif
#if NDIS_SUPPORT_NDIS630
#define NDIS_PM_WAKE_ON_MEDIA_CONNECT_SUPPORTED                 1
#define NDIS_PM_WAKE_ON_MEDIA_DISCONNECT_SUPPORTED              2
#define NDIS_WLAN_WAKE_ON_NLO_DISCOVERY_SUPPORTED               1
#define NDIS_WLAN_WAKE_ON_AP_ASSOCIATION_LOST_SUPPORTED         2
#define NDIS_WLAN_WAKE_ON_GTK_HANDSHAKE_ERROR_SUPPORTED         4
#define NDIS_WLAN_WAKE_ON_4WAY_HANDSHAKE_REQUEST_SUPPORTED      8
#define NDIS_WWAN_WAKE_ON_REGISTER_STATE_SUPPORTED              1
#define NDIS_WWAN_WAKE_ON_SMS_RECEIVE_SUPPORTED                 2
#define NDIS_WWAN_WAKE_ON_USSD_RECEIVE_SUPPORTED                4
#define NDIS_WWAN_WAKE_ON_PACKET_STATE_SUPPORTED                8
#define NDIS_WWAN_WAKE_ON_UICC_CHANGE_SUPPORTED                 0x10
#define NDIS_PM_WAKE_PACKET_INDICATION_SUPPORTED                1
#define NDIS_PM_SELECTIVE_SUSPEND_SUPPORTED                     2
#endif
#if NDIS_SUPPORT_NDIS620
#define NDIS_PM_WOL_BITMAP_PATTERN_ENABLED                      1
#define NDIS_PM_WOL_MAGIC_PACKET_ENABLED                        2
#define NDIS_PM_WOL_IPV4_TCP_SYN_ENABLED                        4
#define NDIS_PM_WOL_IPV6_TCP_SYN_ENABLED                        8
#define NDIS_PM_WOL_IPV4_DEST_ADDR_WILDCARD_ENABLED             0x00000200
#define NDIS_PM_WOL_IPV6_DEST_ADDR_WILDCARD_ENABLED             0x00000800
#define NDIS_PM_WOL_EAPOL_REQUEST_ID_MESSAGE_ENABLED            0x00010000
#define NDIS_PM_PROTOCOL_OFFLOAD_ARP_ENABLED                    1
#define NDIS_PM_PROTOCOL_OFFLOAD_NS_ENABLED                     2
#define NDIS_PM_PROTOCOL_OFFLOAD_80211_RSN_REKEY_ENABLED        0x80
#define NDIS_PM_WAKE_ON_LINK_CHANGE_ENABLED                     1
#endif
#if NDIS_SUPPORT_NDIS630
#define NDIS_PM_WAKE_ON_MEDIA_DISCONNECT_ENABLED                2
#define NDIS_PM_SELECTIVE_SUSPEND_ENABLED                       0x10
#define NDIS_WLAN_WAKE_ON_NLO_DISCOVERY_ENABLED                 1
#define NDIS_WLAN_WAKE_ON_AP_ASSOCIATION_LOST_ENABLED           2
#define NDIS_WLAN_WAKE_ON_GTK_HANDSHAKE_ERROR_ENABLED           4
#define NDIS_WLAN_WAKE_ON_4WAY_HANDSHAKE_REQUEST_ENABLED        8
#define NDIS_WWAN_WAKE_ON_REGISTER_STATE_ENABLED                1
#define NDIS_WWAN_WAKE_ON_SMS_RECEIVE_ENABLED                   2
#define NDIS_WWAN_WAKE_ON_USSD_RECEIVE_ENABLED                  4
#endif
#if NDIS_SUPPORT_NDIS650
#define NDIS_WWAN_WAKE_ON_PACKET_STATE_ENABLED                  8
#define NDIS_WWAN_WAKE_ON_UICC_CHANGE_ENABLED                   0x10
#endif
#if NDIS_SUPPORT_NDIS620
#define NDIS_PM_WOL_PRIORITY_LOWEST                             0xFFFFFFFF
#define NDIS_PM_WOL_PRIORITY_NORMAL                             0x10000000
#define NDIS_PM_WOL_PRIORITY_HIGHEST                            1
#define NDIS_PM_PROTOCOL_OFFLOAD_PRIORITY_LOWEST                0xFFFFFFFF
#define NDIS_PM_PROTOCOL_OFFLOAD_PRIORITY_NORMAL                0x10000000
#define NDIS_PM_PROTOCOL_OFFLOAD_PRIORITY_HIGHEST               1
#define NDIS_PM_MAX_STRING_SIZE                                 0x40
#define EAPOL_REQUEST_ID_WOL_FLAG_MUST_ENCRYPT                  1
#define NDIS_PM_MAX_PATTERN_ID                                  0x0000FFFF
#define NDIS_PM_PRIVATE_PATTERN_ID                              1
#define DOT11_RSN_KEK_LENGTH                                    0x10
#define DOT11_RSN_KCK_LENGTH                                    0x10
#define NDIS_RECEIVE_FILTER_MAC_HEADER_SUPPORTED                1
#define NDIS_RECEIVE_FILTER_IPV4_HEADER_SUPPORTED               2
#define NDIS_RECEIVE_FILTER_IPV6_HEADER_SUPPORTED               4
#define NDIS_RECEIVE_FILTER_ARP_HEADER_SUPPORTED                8
#define NDIS_RECEIVE_FILTER_UDP_HEADER_SUPPORTED                0x10
#define NDIS_RECEIVE_FILTER_MAC_HEADER_DEST_ADDR_SUPPORTED      1
#define NDIS_RECEIVE_FILTER_MAC_HEADER_SOURCE_ADDR_SUPPORTED    2
#define NDIS_RECEIVE_FILTER_MAC_HEADER_PROTOCOL_SUPPORTED       4
#define NDIS_RECEIVE_FILTER_MAC_HEADER_VLAN_ID_SUPPORTED        8
#define NDIS_RECEIVE_FILTER_MAC_HEADER_PRIORITY_SUPPORTED       0x10
#define NDIS_RECEIVE_FILTER_MAC_HEADER_PACKET_TYPE_SUPPORTED    0x20
#define NDIS_RECEIVE_FILTER_ARP_HEADER_OPERATION_SUPPORTED      1
#define NDIS_RECEIVE_FILTER_ARP_HEADER_SPA_SUPPORTED            2
#define NDIS_RECEIVE_FILTER_ARP_HEADER_TPA_SUPPORTED            4
#define NDIS_RECEIVE_FILTER_IPV4_HEADER_PROTOCOL_SUPPORTED      1
#define NDIS_RECEIVE_FILTER_IPV6_HEADER_PROTOCOL_SUPPORTED      1
#define NDIS_RECEIVE_FILTER_UDP_HEADER_DEST_PORT_SUPPORTED      1
#define NDIS_RECEIVE_FILTER_TEST_HEADER_FIELD_EQUAL_SUPPORTED   1
#define NDIS_RECEIVE_FILTER_TEST_HEADER_FIELD_MASK_EQUAL_SUPPORTED 2
#define NDIS_RECEIVE_FILTER_TEST_HEADER_FIELD_NOT_EQUAL_SUPPORTED 4
#define NDIS_RECEIVE_FILTER_MSI_X_SUPPORTED                     1
#define NDIS_RECEIVE_FILTER_VM_QUEUE_SUPPORTED                  2
#define NDIS_RECEIVE_FILTER_LOOKAHEAD_SPLIT_SUPPORTED           4
#endif
#if NDIS_SUPPORT_NDIS630
#define NDIS_RECEIVE_FILTER_DYNAMIC_PROCESSOR_AFFINITY_CHANGE_SUPPORTED 8
#define NDIS_RECEIVE_FILTER_INTERRUPT_VECTOR_COALESCING_SUPPORTED 0x10
#define NDIS_RECEIVE_FILTER_IMPLAT_MIN_OF_QUEUES_MODE           0x40
#define NDIS_RECEIVE_FILTER_IMPLAT_SUM_OF_QUEUES_MODE           0x80
#define NDIS_RECEIVE_FILTER_PACKET_COALESCING_SUPPORTED_ON_DEFAULT_QUEUE 0x00000100
#define NDIS_RECEIVE_FILTER_ANY_VLAN_SUPPORTED                  0x20
#endif
#if NDIS_SUPPORT_NDIS680
#define NDIS_RECEIVE_FILTER_DYNAMIC_PROCESSOR_AFFINITY_CHANGE_FOR_DEFAULT_QUEUE_SUPPORTED 0x40
#endif
#if NDIS_SUPPORT_NDIS620
#define NDIS_RECEIVE_FILTER_VMQ_FILTERS_ENABLED                 1
#define NDIS_RECEIVE_FILTER_PACKET_COALESCING_FILTERS_ENABLED   2
#define NDIS_RECEIVE_FILTER_VM_QUEUES_ENABLED                   1
#endif
#if NDIS_SUPPORT_NDIS630
#define NDIS_NIC_SWITCH_CAPS_VLAN_SUPPORTED                     1
#define NDIS_NIC_SWITCH_CAPS_PER_VPORT_INTERRUPT_MODERATION_SUPPORTED 2
#define NDIS_NIC_SWITCH_CAPS_ASYMMETRIC_QUEUE_PAIRS_FOR_NONDEFAULT_VPORT_SUPPORTED 4
#define NDIS_NIC_SWITCH_CAPS_VF_RSS_SUPPORTED                   8
#define NDIS_NIC_SWITCH_CAPS_SINGLE_VPORT_POOL                  0x10
#endif
#if NDIS_SUPPORT_NDIS650
#define NDIS_NIC_SWITCH_CAPS_RSS_PARAMETERS_PER_PF_VPORT_SUPPORTED 0x20
#endif
#if NDIS_SUPPORT_NDIS660
#define NDIS_NIC_SWITCH_CAPS_NIC_SWITCH_WITHOUT_IOV_SUPPORTED   0x40
#define NDIS_NIC_SWITCH_CAPS_RSS_ON_PF_VPORTS_SUPPORTED         0x80
#define NDIS_NIC_SWITCH_CAPS_RSS_PER_PF_VPORT_INDIRECTION_TABLE_SUPPORTED 0x00000100
#define NDIS_NIC_SWITCH_CAPS_RSS_PER_PF_VPORT_HASH_FUNCTION_SUPPORTED 0x00000200
#define NDIS_NIC_SWITCH_CAPS_RSS_PER_PF_VPORT_HASH_TYPE_SUPPORTED 0x00000400
#define NDIS_NIC_SWITCH_CAPS_RSS_PER_PF_VPORT_HASH_KEY_SUPPORTED 0x00000800
#define NDIS_NIC_SWITCH_CAPS_RSS_PER_PF_VPORT_INDIRECTION_TABLE_SIZE_RESTRICTED 0x00001000
#define NDIS_NIC_SWITCH_CAPS_RSS_PER_PF_VPORT_MASK              0x00000F00
#endif
#if NDIS_SUPPORT_NDIS620
#define NDIS_DEFAULT_RECEIVE_QUEUE_ID                           0
#define NDIS_DEFAULT_RECEIVE_QUEUE_GROUP_ID                     0
#define NDIS_DEFAULT_RECEIVE_FILTER_ID                          0
#define NDIS_RECEIVE_FILTER_FIELD_MAC_HEADER_VLAN_UNTAGGED_OR_ZERO 1
#define NDIS_RECEIVE_FILTER_FLAGS_RESERVED                      1
#define NDIS_RECEIVE_FILTER_PACKET_ENCAPSULATION_GRE            2
#endif
#if NDIS_SUPPORT_NDIS650
#define NDIS_RECEIVE_FILTER_PACKET_ENCAPSULATION                2
#endif
#if NDIS_SUPPORT_NDIS620
#define NDIS_RECEIVE_QUEUE_PARAMETERS_PER_QUEUE_RECEIVE_INDICATION 1
#define NDIS_RECEIVE_QUEUE_PARAMETERS_LOOKAHEAD_SPLIT_REQUIRED  2
#define NDIS_RECEIVE_QUEUE_PARAMETERS_FLAGS_CHANGED             0x00010000
#define NDIS_RECEIVE_QUEUE_PARAMETERS_PROCESSOR_AFFINITY_CHANGED 0x00020000
#define NDIS_RECEIVE_QUEUE_PARAMETERS_SUGGESTED_RECV_BUFFER_NUMBERS_CHANGED 0x00040000
#define NDIS_RECEIVE_QUEUE_PARAMETERS_NAME_CHANGED              0x00080000
#endif
#if NDIS_SUPPORT_NDIS630
#define NDIS_RECEIVE_QUEUE_PARAMETERS_INTERRUPT_COALESCING_DOMAIN_ID_CHANGED 0x00100000
#endif
#if NDIS_SUPPORT_NDIS650
#define NDIS_RECEIVE_QUEUE_PARAMETERS_QOS_SQ_ID_CHANGED         0x00200000
#endif
#if NDIS_SUPPORT_NDIS620
#define NDIS_RECEIVE_QUEUE_PARAMETERS_CHANGE_MASK               0xFFFF0000
#endif
#if NDIS_SUPPORT_NDIS630
#define NDIS_RECEIVE_FILTER_INFO_ARRAY_VPORT_ID_SPECIFIED       1
#endif
#define NDIS_RSS_CAPS_HASH_TYPE_TCP_IPV4                        0x00000100
#define NDIS_RSS_CAPS_HASH_TYPE_TCP_IPV6                        0x00000200
#define NDIS_RSS_CAPS_HASH_TYPE_TCP_IPV6_EX                     0x00000400
#if NDIS_SUPPORT_NDIS680
#define NDIS_RSS_CAPS_HASH_TYPE_UDP_IPV4                        0x00000800
#define NDIS_RSS_CAPS_HASH_TYPE_UDP_IPV6                        0x00001000
#define NDIS_RSS_CAPS_HASH_TYPE_UDP_IPV6_EX                     0x00002000
#endif
#define NDIS_RSS_CAPS_MESSAGE_SIGNALED_INTERRUPTS               0x01000000
#define NDIS_RSS_CAPS_CLASSIFICATION_AT_ISR                     0x02000000
#define NDIS_RSS_CAPS_CLASSIFICATION_AT_DPC                     0x04000000
#if NDIS_SUPPORT_NDIS620
#define NDIS_RSS_CAPS_USING_MSI_X                               0x08000000
#endif
#if NDIS_SUPPORT_NDIS630
#define NDIS_RSS_CAPS_RSS_AVAILABLE_ON_PORTS                    0x10000000
#define NDIS_RSS_CAPS_SUPPORTS_MSI_X                            0x20000000
#endif
#if NDIS_SUPPORT_NDIS680
#define NDIS_RSS_CAPS_SUPPORTS_INDEPENDENT_ENTRY_MOVE           0x40000000
#endif
#define NdisHashFunctionToeplitz                                1
#define NdisHashFunctionReserved1                               2
#define NdisHashFunctionReserved2                               4
#define NdisHashFunctionReserved3                               8
#define NDIS_HASH_FUNCTION_MASK                                 0x000000FF
#define NDIS_HASH_TYPE_MASK                                     0x00FFFF00
#define NDIS_HASH_IPV4                                          0x00000100
#define NDIS_HASH_TCP_IPV4                                      0x00000200
#define NDIS_HASH_IPV6                                          0x00000400
#define NDIS_HASH_IPV6_EX                                       0x00000800
#define NDIS_HASH_TCP_IPV6                                      0x00001000
#define NDIS_HASH_TCP_IPV6_EX                                   0x00002000
#if NDIS_SUPPORT_NDIS680
#define NDIS_HASH_UDP_IPV4                                      0x00004000
#define NDIS_HASH_UDP_IPV6                                      0x00008000
#define NDIS_HASH_UDP_IPV6_EX                                   0x00010000
#endif
#define NDIS_RSS_PARAM_FLAG_BASE_CPU_UNCHANGED                  1
#define NDIS_RSS_PARAM_FLAG_HASH_INFO_UNCHANGED                 2
#define NDIS_RSS_PARAM_FLAG_ITABLE_UNCHANGED                    4
#define NDIS_RSS_PARAM_FLAG_HASH_KEY_UNCHANGED                  8
#define NDIS_RSS_PARAM_FLAG_DISABLE_RSS                         0x10
#if NDIS_SUPPORT_NDIS660
#define NDIS_RSS_PARAM_FLAG_DEFAULT_PROCESSOR_UNCHANGED         0x20
#endif
#if NDIS_SUPPORT_NDIS680
#define NDIS_RECEIVE_SCALE_PARAM_ENABLE_RSS                     1
#define NDIS_RECEIVE_SCALE_PARAM_HASH_INFO_CHANGED              2
#define NDIS_RECEIVE_SCALE_PARAM_HASH_KEY_CHANGED               4
#define NDIS_RECEIVE_SCALE_PARAM_NUMBER_OF_QUEUES_CHANGED       8
#define NDIS_RECEIVE_SCALE_PARAM_NUMBER_OF_ENTRIES_CHANGED      0x10
#define NDIS_RSS_SET_INDIRECTION_ENTRY_FLAG_PRIMARY_PROCESSOR   1
#define NDIS_RSS_SET_INDIRECTION_ENTRY_FLAG_DEFAULT_PROCESSOR   2
#endif
#define NDIS_RECEIVE_HASH_FLAG_ENABLE_HASH                      1
#define NDIS_RECEIVE_HASH_FLAG_HASH_INFO_UNCHANGED              2
#define NDIS_RECEIVE_HASH_FLAG_HASH_KEY_UNCHANGED               4
#if NDIS_SUPPORT_NDIS620
#define NDIS_HYPERVISOR_INFO_FLAG_HYPERVISOR_PRESENT            1
#endif
#if NDIS_SUPPORT_NDIS630
#define NDIS_QOS_MAXIMUM_PRIORITIES                             8
#define NDIS_QOS_MAXIMUM_TRAFFIC_CLASSES                        8
#define NDIS_QOS_CAPABILITIES_STRICT_TSA_SUPPORTED              1
#define NDIS_QOS_CAPABILITIES_MACSEC_BYPASS_SUPPORTED           2
#define NDIS_QOS_CAPABILITIES_CEE_DCBX_SUPPORTED                4
#define NDIS_QOS_CAPABILITIES_IEEE_DCBX_SUPPORTED               8
#define NDIS_QOS_CLASSIFICATION_SET_BY_MINIPORT_MASK            0xFF000000
#define NDIS_QOS_CLASSIFICATION_ENFORCED_BY_MINIPORT            0x01000000
#define NDIS_QOS_CONDITION_RESERVED                             0
#define NDIS_QOS_CONDITION_DEFAULT                              1
#define NDIS_QOS_CONDITION_TCP_PORT                             2
#define NDIS_QOS_CONDITION_UDP_PORT                             3
#define NDIS_QOS_CONDITION_TCP_OR_UDP_PORT                      4
#define NDIS_QOS_CONDITION_ETHERTYPE                            5
#define NDIS_QOS_CONDITION_NETDIRECT_PORT                       6
#define NDIS_QOS_CONDITION_MAXIMUM                              7
#define NDIS_QOS_ACTION_PRIORITY                                0
#define NDIS_QOS_ACTION_MAXIMUM                                 1
#define NDIS_QOS_PARAMETERS_ETS_CHANGED                         1
#define NDIS_QOS_PARAMETERS_ETS_CONFIGURED                      2
#define NDIS_QOS_PARAMETERS_PFC_CHANGED                         0x00000100
#define NDIS_QOS_PARAMETERS_PFC_CONFIGURED                      0x00000200
#define NDIS_QOS_PARAMETERS_CLASSIFICATION_CHANGED              0x00010000
#define NDIS_QOS_PARAMETERS_CLASSIFICATION_CONFIGURED           0x00020000
#define NDIS_QOS_PARAMETERS_WILLING                             0x80000000
#define NDIS_QOS_TSA_STRICT                                     0
#define NDIS_QOS_TSA_CBS                                        1
#define NDIS_QOS_TSA_ETS                                        2
#define NDIS_QOS_TSA_MAXIMUM                                    3
#define NDIS_PF_FUNCTION_ID                                     0xFFFF
#define NDIS_INVALID_VF_FUNCTION_ID                             0xFFFF
#define NDIS_INVALID_RID                                        0xFFFFFFFF
#define NDIS_DEFAULT_VPORT_ID                                   0
#define NDIS_INVALID_VPORT_ID                                   0xFFFFFFFF
#define NDIS_DEFAULT_SWITCH_ID                                  0
#define NDIS_INVALID_SWITCH_ID                                  0xFFFFFFFF
#define NDIS_NIC_SWITCH_PARAMETERS_CHANGE_MASK                  0xFFFF0000
#define NDIS_NIC_SWITCH_PARAMETERS_SWITCH_NAME_CHANGED          0x00010000
#define NDIS_NIC_SWITCH_PARAMETERS_DEFAULT_NUMBER_OF_QUEUE_PAIRS_FOR_DEFAULT_VPORT 1
#define NDIS_NIC_SWITCH_VPORT_PARAMS_LOOKAHEAD_SPLIT_ENABLED    1
#endif
#if NDIS_SUPPORT_NDIS650
#define NDIS_NIC_SWITCH_VPORT_PARAMS_PACKET_DIRECT_RX_ONLY      2
#endif
#if NDIS_SUPPORT_NDIS630
#define NDIS_NIC_SWITCH_VPORT_PARAMS_CHANGE_MASK                0xFFFF0000
#define NDIS_NIC_SWITCH_VPORT_PARAMS_FLAGS_CHANGED              0x00010000
#define NDIS_NIC_SWITCH_VPORT_PARAMS_NAME_CHANGED               0x00020000
#define NDIS_NIC_SWITCH_VPORT_PARAMS_INT_MOD_CHANGED            0x00040000
#define NDIS_NIC_SWITCH_VPORT_PARAMS_STATE_CHANGED              0x00080000
#define NDIS_NIC_SWITCH_VPORT_PARAMS_PROCESSOR_AFFINITY_CHANGED 0x00100000
#endif
#if NDIS_SUPPORT_NDIS650
#define NDIS_NIC_SWITCH_VPORT_PARAMS_NDK_PARAMS_CHANGED         0x00200000
#define NDIS_NIC_SWITCH_VPORT_PARAMS_QOS_SQ_ID_CHANGED          0x00400000
#endif
#if NDIS_SUPPORT_NDIS660
#define NDIS_NIC_SWITCH_VPORT_PARAMS_NUM_QUEUE_PAIRS_CHANGED    0x00800000
#endif
#if NDIS_SUPPORT_NDIS630
#define NDIS_NIC_SWITCH_VPORT_INFO_LOOKAHEAD_SPLIT_ENABLED      1
#endif
#if NDIS_SUPPORT_NDIS650
#define NDIS_NIC_SWITCH_VPORT_INFO_PACKET_DIRECT_RX_ONLY        2
#define NDIS_NIC_SWITCH_VPORT_INFO_GFT_ENABLED                  4
#endif
#if NDIS_SUPPORT_NDIS630
#define NDIS_NIC_SWITCH_VPORT_INFO_ARRAY_ENUM_ON_SPECIFIC_FUNCTION 1
#define NDIS_NIC_SWITCH_VPORT_INFO_ARRAY_ENUM_ON_SPECIFIC_SWITCH 2
#define NDIS_NIC_SWITCH_VF_INFO_ARRAY_ENUM_ON_SPECIFIC_SWITCH   1
#define NDIS_SRIOV_CAPS_SRIOV_SUPPORTED                         1
#define NDIS_SRIOV_CAPS_PF_MINIPORT                             2
#define NDIS_SRIOV_CAPS_VF_MINIPORT                             4
#endif
#if NDIS_SUPPORT_NDIS670
#define NDIS_SRIOV_OVERLYING_ADAPTER_INFO_VERSION_1             1
#endif
#if NDIS_SUPPORT_NDIS630
#define NDIS_ISOLATION_NAME_MAX_STRING_SIZE                     127
#define NDIS_SWITCH_OBJECT_SERIALIZATION_VERSION_1              1
#endif
#if NDIS_SUPPORT_NDIS650
#define NDIS_SWITCH_PORT_PARAMETERS_FLAG_UNTRUSTED_INTERNAL_PORT 1
#endif
#if NDIS_SUPPORT_NDIS660
#define NDIS_SWITCH_PORT_PARAMETERS_FLAG_RESTORING_PORT         2
#endif
#if NDIS_SUPPORT_NDIS630
#define NDIS_SWITCH_NIC_FLAGS_NIC_INITIALIZING                  1
#define NDIS_SWITCH_NIC_FLAGS_NIC_SUSPENDED                     2
#define NDIS_SWITCH_NIC_FLAGS_MAPPED_NIC_UPDATED                4
#define NDIS_SWITCH_NIC_FLAGS_NIC_SUSPENDED_LM                  0x10
#endif
#define NDIS_PORT_CHAR_USE_DEFAULT_AUTH_SETTINGS                1
#if NDIS_SUPPORT_NDIS650
#define ETHERNET_LENGTH_OF_ADDRESS                              6
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
#define NDIS_PD_QUEUE_COUNT_DYNAMIC                             0xFFFFFFFF
#define NDIS_PD_CAPS_RECEIVE_FILTER_COUNTERS_SUPPORTED          1
#define NDIS_PD_CAPS_DRAIN_NOTIFICATIONS_SUPPORTED              2
#define NDIS_PD_CAPS_NOTIFICATION_MODERATION_INTERVAL_SUPPORTED 4
#define NDIS_PD_CAPS_NOTIFICATION_MODERATION_COUNT_SUPPORTED    8
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
#define NDIS_GFT_HTP_REDIRECT_TO_INGRESS_QUEUE_OF_VPORT         1
#define NDIS_GFT_HTP_REDIRECT_TO_EGRESS_QUEUE_OF_VPORT          2
#define NDIS_GFT_HTP_REDIRECT_TO_INGRESS_QUEUE_OF_VPORT_IF_TTL_IS_ONE 4
#define NDIS_GFT_HTP_REDIRECT_TO_EGRESS_QUEUE_OF_VPORT_IF_TTL_IS_ONE 8
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
#define NDIS_GFT_EMFE_REDIRECT_TO_INGRESS_QUEUE_OF_VPORT        0x00001000
#define NDIS_GFT_EMFE_REDIRECT_TO_EGRESS_QUEUE_OF_VPORT         0x00002000
#define NDIS_GFT_EMFE_REDIRECT_TO_INGRESS_QUEUE_OF_VPORT_IF_TTL_IS_ONE 0x00004000
#define NDIS_GFT_EMFE_REDIRECT_TO_EGRESS_QUEUE_OF_VPORT_IF_TTL_IS_ONE 0x00008000
#define NDIS_GFT_EMFE_COPY_ALL_PACKETS                          0x00010000
#define NDIS_GFT_EMFE_COPY_FIRST_PACKET                         0x00020000
#define NDIS_GFT_EMFE_COPY_WHEN_TCP_FLAG_SET                    0x00040000
#define NDIS_GFT_EMFE_CUSTOM_ACTION_PRESENT                     0x00080000
#define NDIS_GFT_EMFE_META_ACTION_BEFORE_HEADER_TRANSPOSITION   0x00100000
#define NDIS_GFT_EMFE_COPY_AFTER_TCP_FIN_FLAG_SET               0x00200000
#define NDIS_GFT_EMFE_COPY_AFTER_TCP_RST_FLAG_SET               0x00400000
#define NDIS_GFT_EMFE_COPY_CONDITION_CHANGED                    0x01000000
#define NDIS_GFT_EMFE_ALL_VPORT_FLOW_ENTRIES                    0x02000000
#define NDIS_GFT_EMFE_COUNTER_ALLOCATE                          1
#define NDIS_GFT_EMFE_COUNTER_MEMORY_MAPPED                     2
#define NDIS_GFT_EMFE_COUNTER_CLIENT_SPECIFIED_ADDRESS          4
#define NDIS_GFT_WCFE_ADD_IN_ACTIVATED_STATE                    1
#define NDIS_GFT_WCFE_REDIRECT_TO_INGRESS_QUEUE_OF_VPORT        2
#define NDIS_GFT_WCFE_REDIRECT_TO_EGRESS_QUEUE_OF_VPORT         4
#define NDIS_GFT_WCFE_REDIRECT_TO_INGRESS_QUEUE_OF_VPORT_IF_TTL_IS_ONE 8
#define NDIS_GFT_WCFE_REDIRECT_TO_EGRESS_QUEUE_OF_VPORT_IF_TTL_IS_ONE 0x10
#define NDIS_GFT_WCFE_COPY_ALL_PACKETS                          0x20
#define NDIS_GFT_WCFE_CUSTOM_ACTION_PRESENT                     0x40
#define NDIS_GFT_WCFE_COUNTER_ALLOCATE                          1
#define NDIS_GFT_WCFE_COUNTER_MEMORY_MAPPED                     2
#define NDIS_GFT_WCFE_COUNTER_CLIENT_SPECIFIED_ADDRESS          4
#define NDIS_GFT_DELETE_PROFILE_ALL_PROFILES                    1
#define NDIS_GFT_FLOW_ENTRY_INFO_ALL_FLOW_ENTRIES               1
#define NDIS_GFT_FLOW_ENTRY_ID_ALL_NIC_SWITCH_FLOW_ENTRIES      1
#define NDIS_GFT_FLOW_ENTRY_ID_ALL_TABLE_FLOW_ENTRIES           2
#define NDIS_GFT_FLOW_ENTRY_ID_ALL_VPORT_FLOW_ENTRIES           4
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
#define NDIS_GFT_OFFLOAD_CAPS_EXT_VPORT_INGRESS_WILDCARD_MATCH  0x10
#define NDIS_GFT_OFFLOAD_CAPS_EXT_VPORT_EGRESS_WILDCARD_MATCH   0x20
#define NDIS_GFT_OFFLOAD_CAPS_EXT_VPORT_INGRESS_EXACT_MATCH     0x40
#define NDIS_GFT_OFFLOAD_CAPS_EXT_VPORT_EGRESS_EXACT_MATCH      0x80
#define NDIS_GFT_OFFLOAD_CAPS_POP                               1
#define NDIS_GFT_OFFLOAD_CAPS_PUSH                              2
#define NDIS_GFT_OFFLOAD_CAPS_MODIFY                            4
#define NDIS_GFT_OFFLOAD_CAPS_IGNORE_ACTION_SUPPORTED           8
#define NDIS_GFT_OFFLOAD_CAPS_REDIRECT_TO_INGRESS_QUEUE_OF_VPORT 0x10
#define NDIS_GFT_OFFLOAD_CAPS_REDIRECT_TO_EGRESS_QUEUE_OF_VPORT 0x20
#define NDIS_GFT_OFFLOAD_CAPS_REDIRECT_TO_INGRESS_QUEUE_OF_VPORT_IF_TTL_IS_ONE 0x40
#define NDIS_GFT_OFFLOAD_CAPS_REDIRECT_TO_EGRESS_QUEUE_OF_VPORT_IF_TTL_IS_ONE 0x80
#define NDIS_GFT_OFFLOAD_CAPS_COPY_ALL                          0x00000100
#define NDIS_GFT_OFFLOAD_CAPS_COPY_FIRST                        0x00000200
#define NDIS_GFT_OFFLOAD_CAPS_COPY_WHEN_TCP_FLAG_SET            0x00000400
#define NDIS_GFT_OFFLOAD_CAPS_SAMPLE                            0x00000800
#define NDIS_GFT_OFFLOAD_CAPS_META_ACTION_BEFORE_HEADER_TRANSPOSITION 0x00001000
#define NDIS_GFT_OFFLOAD_CAPS_META_ACTION_AFTER_HEADER_TRANSPOSITION 0x00002000
#define NDIS_GFT_OFFLOAD_CAPS_PER_VPORT_EXCEPTION_VPORT         0x00004000
#define NDIS_GFT_OFFLOAD_CAPS_DESIGNATED_EXCEPTION_VPORT        0x00008000
#define NDIS_GFT_OFFLOAD_CAPS_DSCP_MASK                         0x00010000
#define NDIS_GFT_OFFLOAD_CAPS_8021P_PRIORITY_MASK               0x00020000
#define NDIS_GFT_OFFLOAD_CAPS_ALLOW                             0x00040000
#define NDIS_GFT_OFFLOAD_CAPS_DROP                              0x00080000
#define NDIS_GFT_VPORT_ENABLE                                   1
#define NDIS_GFT_VPORT_PARSE_VXLAN                              2
#define NDIS_GFT_VPORT_PARSE_VXLAN_NOT_IN_SRC_PORT_RANGE        4
#define NDIS_GFT_VPORT_ENABLE_STATE_CHANGED                     0x00100000
#define NDIS_GFT_VPORT_EXCEPTION_VPORT_CHANGED                  0x00200000
#define NDIS_GFT_VPORT_SAMPLING_RATE_CHANGED                    0x00400000
#define NDIS_GFT_VPORT_DSCP_MASK_CHANGED                        0x00800000
#define NDIS_GFT_VPORT_PRIORITY_MASK_CHANGED                    0x01000000
#define NDIS_GFT_VPORT_VXLAN_SETTINGS_CHANGED                   0x02000000
#define NDIS_GFT_VPORT_DSCP_FLAGS_CHANGED                       0x04000000
#define NDIS_GFT_VPORT_PARAMS_CHANGE_MASK                       0xFFF00000
#define NDIS_GFT_VPORT_MAX_DSCP_MASK_COUNTER_OBJECTS            0x40
#define NDIS_GFT_VPORT_MAX_PRIORITY_MASK_COUNTER_OBJECTS        8
#define NDIS_GFT_VPORT_DSCP_GUARD_ENABLE_RX                     1
#define NDIS_GFT_VPORT_DSCP_GUARD_ENABLE_TX                     2
#define NDIS_GFT_VPORT_DSCP_MASK_ENABLE_RX                      4
#define NDIS_GFT_VPORT_DSCP_MASK_ENABLE_TX                      8
#define NDIS_QOS_DEFAULT_SQ_ID                                  0
#define NDIS_QOS_SQ_TRANSMIT_CAP_ENABLED                        1
#define NDIS_QOS_SQ_TRANSMIT_RESERVATION_ENABLED                2
#define NDIS_QOS_SQ_RECEIVE_CAP_ENABLED                         4
#define NDIS_QOS_OFFLOAD_CAPS_STANDARD_SQ                       1
#define NDIS_QOS_OFFLOAD_CAPS_GFT_SQ                            2
#endif

typedef ULONG IPAddr;
typedef ULONG IPMask;
typedef ULONG NDIS_802_11_ANTENNA;
typedef ULONG NDIS_802_11_FRAGMENTATION_THRESHOLD;
typedef ULONG NDIS_802_11_KEY_INDEX;
typedef ULONGLONG NDIS_802_11_KEY_RSC;
typedef LONG NDIS_802_11_RSSI;
typedef ULONG NDIS_802_11_RTS_THRESHOLD;
typedef ULONG NDIS_802_11_TX_POWER_LEVEL;
#if NDIS_SUPPORT_NDIS650
typedef ULONG NDIS_GFP_PROFILE_ID;
typedef ULONG NDIS_GFT_COUNTER_ID;
typedef ULONG NDIS_GFT_CUSTOM_ACTION_TYPE;
typedef ULONG_PTR NDIS_GFT_FLOW_ENTRY_ID;
typedef ULONG NDIS_GFT_TABLE_ID;
#endif /* NDIS_SUPPORT_NDIS650 */
typedef ULONG NDIS_HASH_FLAGS;
#if NDIS_SUPPORT_NDIS620
typedef ULONG NDIS_NIC_SWITCH_ID;
#endif /* NDIS_SUPPORT_NDIS620 */
#if NDIS_SUPPORT_NDIS630
typedef ULONG NDIS_NIC_SWITCH_VPORT_ID;
#endif /* NDIS_SUPPORT_NDIS630 */
typedef ULONG NDIS_OID;
typedef ULONG NDIS_PORT_NUMBER;
#if NDIS_SUPPORT_NDIS650
typedef ULONG NDIS_QOS_SQ_ID;
#endif /* NDIS_SUPPORT_NDIS650 */
#if NDIS_SUPPORT_NDIS620
typedef ULONG NDIS_RECEIVE_FILTER_ID;
typedef ULONG NDIS_RECEIVE_QUEUE_GROUP_ID;
typedef ULONG NDIS_RECEIVE_QUEUE_ID;
#endif /* NDIS_SUPPORT_NDIS620 */
typedef ULONG NDIS_RSS_CAPS_FLAGS;
#if NDIS_SUPPORT_NDIS630
typedef USHORT NDIS_SRIOV_FUNCTION_ID;
typedef USHORT NDIS_SWITCH_NIC_INDEX;
typedef USHORT NDIS_SWITCH_OBJECT_SERIALIZATION_VERSION;
typedef USHORT NDIS_SWITCH_OBJECT_VERSION;
typedef UINT32 NDIS_SWITCH_PORT_ID;
typedef ULONG NDIS_VF_RID;
#endif /* NDIS_SUPPORT_NDIS630 */
typedef ULONG NDIS_VLAN_ID;
typedef ULONG Priority_802_3;
typedef ULONG SPI_TYPE;

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

typedef struct _NDIS_OBJECT_HEADER {
    UCHAR Type;
    UCHAR Revision;
    USHORT Size;
} NDIS_OBJECT_HEADER, *PNDIS_OBJECT_HEADER;

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

typedef struct _NDIS_INTERRUPT_MODERATION_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_INTERRUPT_MODERATION InterruptModeration;
} NDIS_INTERRUPT_MODERATION_PARAMETERS, *PNDIS_INTERRUPT_MODERATION_PARAMETERS;

typedef struct _NDIS_TIMEOUT_DPC_REQUEST_CAPABILITIES {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG TimeoutArrayLength;
    ULONG TimeoutArray[1];
} NDIS_TIMEOUT_DPC_REQUEST_CAPABILITIES, *PNDIS_TIMEOUT_DPC_REQUEST_CAPABILITIES;

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

typedef enum _NDIS_802_11_STATUS_TYPE {
    Ndis802_11StatusType_Authentication,
    Ndis802_11StatusType_MediaStreamMode,
    Ndis802_11StatusType_PMKID_CandidateList,
    Ndis802_11StatusTypeMax,
} NDIS_802_11_STATUS_TYPE, *PNDIS_802_11_STATUS_TYPE;

typedef struct _NDIS_802_11_STATUS_INDICATION {
    NDIS_802_11_STATUS_TYPE StatusType;
} NDIS_802_11_STATUS_INDICATION, *PNDIS_802_11_STATUS_INDICATION;

typedef UCHAR NDIS_802_11_MAC_ADDRESS[6];

typedef struct _NDIS_802_11_AUTHENTICATION_REQUEST {
    ULONG Length;
    NDIS_802_11_MAC_ADDRESS Bssid;
    ULONG Flags;
} NDIS_802_11_AUTHENTICATION_REQUEST, *PNDIS_802_11_AUTHENTICATION_REQUEST;

typedef struct _PMKID_CANDIDATE {
    NDIS_802_11_MAC_ADDRESS BSSID;
    ULONG Flags;
} PMKID_CANDIDATE, *PPMKID_CANDIDATE;

typedef struct _NDIS_802_11_PMKID_CANDIDATE_LIST {
    ULONG Version;
    ULONG NumCandidates;
    PMKID_CANDIDATE CandidateList[1];
} NDIS_802_11_PMKID_CANDIDATE_LIST, *PNDIS_802_11_PMKID_CANDIDATE_LIST;

typedef enum _NDIS_802_11_NETWORK_TYPE {
    Ndis802_11FH,
    Ndis802_11DS,
    Ndis802_11OFDM5,
    Ndis802_11OFDM24,
    Ndis802_11Automode,
    Ndis802_11NetworkTypeMax,
} NDIS_802_11_NETWORK_TYPE, *PNDIS_802_11_NETWORK_TYPE;

typedef struct _NDIS_802_11_NETWORK_TYPE_LIST {
    ULONG NumberOfItems;
    NDIS_802_11_NETWORK_TYPE NetworkType[1];
} NDIS_802_11_NETWORK_TYPE_LIST, *PNDIS_802_11_NETWORK_TYPE_LIST;

typedef struct _NDIS_802_11_CONFIGURATION_FH {
    ULONG Length;
    ULONG HopPattern;
    ULONG HopSet;
    ULONG DwellTime;
} NDIS_802_11_CONFIGURATION_FH, *PNDIS_802_11_CONFIGURATION_FH;

typedef struct _NDIS_802_11_CONFIGURATION {
    ULONG Length;
    ULONG BeaconPeriod;
    ULONG ATIMWindow;
    ULONG DSConfig;
    NDIS_802_11_CONFIGURATION_FH FHConfig;
} NDIS_802_11_CONFIGURATION, *PNDIS_802_11_CONFIGURATION;

typedef struct _NDIS_802_11_STATISTICS {
    ULONG Length;
    LARGE_INTEGER TransmittedFragmentCount;
    LARGE_INTEGER MulticastTransmittedFrameCount;
    LARGE_INTEGER FailedCount;
    LARGE_INTEGER RetryCount;
    LARGE_INTEGER MultipleRetryCount;
    LARGE_INTEGER RTSSuccessCount;
    LARGE_INTEGER RTSFailureCount;
    LARGE_INTEGER ACKFailureCount;
    LARGE_INTEGER FrameDuplicateCount;
    LARGE_INTEGER ReceivedFragmentCount;
    LARGE_INTEGER MulticastReceivedFrameCount;
    LARGE_INTEGER FCSErrorCount;
    LARGE_INTEGER TKIPLocalMICFailures;
    LARGE_INTEGER TKIPICVErrorCount;
    LARGE_INTEGER TKIPCounterMeasuresInvoked;
    LARGE_INTEGER TKIPReplays;
    LARGE_INTEGER CCMPFormatErrors;
    LARGE_INTEGER CCMPReplays;
    LARGE_INTEGER CCMPDecryptErrors;
    LARGE_INTEGER FourWayHandshakeFailures;
    LARGE_INTEGER WEPUndecryptableCount;
    LARGE_INTEGER WEPICVErrorCount;
    LARGE_INTEGER DecryptSuccessCount;
    LARGE_INTEGER DecryptFailureCount;
} NDIS_802_11_STATISTICS, *PNDIS_802_11_STATISTICS;

typedef struct _NDIS_802_11_KEY {
    ULONG Length;
    ULONG KeyIndex;
    ULONG KeyLength;
    NDIS_802_11_MAC_ADDRESS BSSID;
    NDIS_802_11_KEY_RSC KeyRSC;
    UCHAR KeyMaterial[1];
} NDIS_802_11_KEY, *PNDIS_802_11_KEY;

typedef struct _NDIS_802_11_REMOVE_KEY {
    ULONG Length;
    ULONG KeyIndex;
    NDIS_802_11_MAC_ADDRESS BSSID;
} NDIS_802_11_REMOVE_KEY, *PNDIS_802_11_REMOVE_KEY;

typedef struct _NDIS_802_11_WEP {
    ULONG Length;
    ULONG KeyIndex;
    ULONG KeyLength;
    UCHAR KeyMaterial[1];
} NDIS_802_11_WEP, *PNDIS_802_11_WEP;

typedef struct _NDIS_802_11_SSID {
    ULONG SsidLength;
    UCHAR Ssid[32];
} NDIS_802_11_SSID, *PNDIS_802_11_SSID;

typedef enum _NDIS_802_11_NETWORK_INFRASTRUCTURE {
    Ndis802_11IBSS,
    Ndis802_11Infrastructure,
    Ndis802_11AutoUnknown,
    Ndis802_11InfrastructureMax,
} NDIS_802_11_NETWORK_INFRASTRUCTURE, *PNDIS_802_11_NETWORK_INFRASTRUCTURE;

typedef UCHAR NDIS_802_11_RATES[8];

typedef struct _NDIS_WLAN_BSSID {
    ULONG Length;
    NDIS_802_11_MAC_ADDRESS MacAddress;
    UCHAR Reserved[2];
    NDIS_802_11_SSID Ssid;
    ULONG Privacy;
    NDIS_802_11_RSSI Rssi;
    NDIS_802_11_NETWORK_TYPE NetworkTypeInUse;
    NDIS_802_11_CONFIGURATION Configuration;
    NDIS_802_11_NETWORK_INFRASTRUCTURE InfrastructureMode;
    NDIS_802_11_RATES SupportedRates;
} NDIS_WLAN_BSSID, *PNDIS_WLAN_BSSID;

typedef struct _NDIS_802_11_BSSID_LIST {
    ULONG NumberOfItems;
    NDIS_WLAN_BSSID Bssid[1];
} NDIS_802_11_BSSID_LIST, *PNDIS_802_11_BSSID_LIST;

typedef UCHAR NDIS_802_11_RATES_EX[16];

typedef struct _NDIS_WLAN_BSSID_EX {
    ULONG Length;
    NDIS_802_11_MAC_ADDRESS MacAddress;
    UCHAR Reserved[2];
    NDIS_802_11_SSID Ssid;
    ULONG Privacy;
    NDIS_802_11_RSSI Rssi;
    NDIS_802_11_NETWORK_TYPE NetworkTypeInUse;
    NDIS_802_11_CONFIGURATION Configuration;
    NDIS_802_11_NETWORK_INFRASTRUCTURE InfrastructureMode;
    NDIS_802_11_RATES_EX SupportedRates;
    ULONG IELength;
    UCHAR IEs[1];
} NDIS_WLAN_BSSID_EX, *PNDIS_WLAN_BSSID_EX;

typedef struct _NDIS_802_11_BSSID_LIST_EX {
    ULONG NumberOfItems;
    NDIS_WLAN_BSSID_EX Bssid[1];
} NDIS_802_11_BSSID_LIST_EX, *PNDIS_802_11_BSSID_LIST_EX;

typedef struct _NDIS_802_11_FIXED_IEs {
    UCHAR Timestamp[8];
    USHORT BeaconInterval;
    USHORT Capabilities;
} NDIS_802_11_FIXED_IEs, *PNDIS_802_11_FIXED_IEs;

typedef struct _NDIS_802_11_VARIABLE_IEs {
    UCHAR ElementID;
    UCHAR Length;
    UCHAR data[1];
} NDIS_802_11_VARIABLE_IEs, *PNDIS_802_11_VARIABLE_IEs;

typedef struct _NDIS_802_11_AI_REQFI {
    USHORT Capabilities;
    USHORT ListenInterval;
    NDIS_802_11_MAC_ADDRESS CurrentAPAddress;
} NDIS_802_11_AI_REQFI, *PNDIS_802_11_AI_REQFI;

typedef struct _NDIS_802_11_AI_RESFI {
    USHORT Capabilities;
    USHORT StatusCode;
    USHORT AssociationId;
} NDIS_802_11_AI_RESFI, *PNDIS_802_11_AI_RESFI;

typedef struct _NDIS_802_11_ASSOCIATION_INFORMATION {
    ULONG Length;
    USHORT AvailableRequestFixedIEs;
    NDIS_802_11_AI_REQFI RequestFixedIEs;
    ULONG RequestIELength;
    ULONG OffsetRequestIEs;
    USHORT AvailableResponseFixedIEs;
    NDIS_802_11_AI_RESFI ResponseFixedIEs;
    ULONG ResponseIELength;
    ULONG OffsetResponseIEs;
} NDIS_802_11_ASSOCIATION_INFORMATION, *PNDIS_802_11_ASSOCIATION_INFORMATION;

typedef struct _NDIS_802_11_AUTHENTICATION_EVENT {
    NDIS_802_11_STATUS_INDICATION Status;
    NDIS_802_11_AUTHENTICATION_REQUEST Request[1];
} NDIS_802_11_AUTHENTICATION_EVENT, *PNDIS_802_11_AUTHENTICATION_EVENT;

typedef struct _NDIS_802_11_TEST {
    ULONG Length;
    ULONG Type;
    union {
        NDIS_802_11_AUTHENTICATION_EVENT AuthenticationEvent;
        NDIS_802_11_RSSI RssiTrigger;
    };
} NDIS_802_11_TEST, *PNDIS_802_11_TEST;

typedef UCHAR NDIS_802_11_PMKID_VALUE[16];

typedef struct _BSSID_INFO {
    NDIS_802_11_MAC_ADDRESS BSSID;
    NDIS_802_11_PMKID_VALUE PMKID;
} BSSID_INFO, *PBSSID_INFO;

typedef struct _NDIS_802_11_PMKID {
    ULONG Length;
    ULONG BSSIDInfoCount;
    BSSID_INFO BSSIDInfo[1];
} NDIS_802_11_PMKID, *PNDIS_802_11_PMKID;

typedef enum _NDIS_802_11_AUTHENTICATION_MODE {
    Ndis802_11AuthModeOpen,
    Ndis802_11AuthModeShared,
    Ndis802_11AuthModeAutoSwitch,
    Ndis802_11AuthModeWPA,
    Ndis802_11AuthModeWPAPSK,
    Ndis802_11AuthModeWPANone,
    Ndis802_11AuthModeWPA2,
    Ndis802_11AuthModeWPA2PSK,
    Ndis802_11AuthModeMax,
} NDIS_802_11_AUTHENTICATION_MODE, *PNDIS_802_11_AUTHENTICATION_MODE;

typedef enum _NDIS_802_11_WEP_STATUS {
    Ndis802_11WEPEnabled,
    Ndis802_11Encryption1Enabled = 0,
    Ndis802_11WEPDisabled,
    Ndis802_11EncryptionDisabled = 1,
    Ndis802_11WEPKeyAbsent,
    Ndis802_11Encryption1KeyAbsent = 2,
    Ndis802_11WEPNotSupported,
    Ndis802_11EncryptionNotSupported = 3,
    Ndis802_11Encryption2Enabled,
    Ndis802_11Encryption2KeyAbsent,
    Ndis802_11Encryption3Enabled,
    Ndis802_11Encryption3KeyAbsent,
} NDIS_802_11_ENCRYPTION_STATUS, NDIS_802_11_WEP_STATUS, *PNDIS_802_11_ENCRYPTION_STATUS, *PNDIS_802_11_WEP_STATUS;

typedef struct _NDIS_802_11_AUTHENTICATION_ENCRYPTION {
    NDIS_802_11_AUTHENTICATION_MODE AuthModeSupported;
    NDIS_802_11_ENCRYPTION_STATUS EncryptStatusSupported;
} NDIS_802_11_AUTHENTICATION_ENCRYPTION, *PNDIS_802_11_AUTHENTICATION_ENCRYPTION;

typedef struct _NDIS_802_11_CAPABILITY {
    ULONG Length;
    ULONG Version;
    ULONG NoOfPMKIDs;
    ULONG NoOfAuthEncryptPairsSupported;
    NDIS_802_11_AUTHENTICATION_ENCRYPTION AuthenticationEncryptionSupported[1];
} NDIS_802_11_CAPABILITY, *PNDIS_802_11_CAPABILITY;

typedef struct _NDIS_802_11_NON_BCAST_SSID_LIST {
    ULONG NumberOfItems;
    NDIS_802_11_SSID Non_Bcast_Ssid[1];
} NDIS_802_11_NON_BCAST_SSID_LIST, *PNDIS_802_11_NON_BCAST_SSID_LIST;

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

typedef enum _UDP_ENCAP_TYPE {
    OFFLOAD_IPSEC_UDPESP_ENCAPTYPE_IKE,
    OFFLOAD_IPSEC_UDPESP_ENCAPTYPE_OTHER,
} UDP_ENCAP_TYPE, *PUDP_ENCAP_TYPE;

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

typedef struct _NDIS_PM_PACKET_PATTERN {
    ULONG Priority;
    ULONG Reserved;
    ULONG MaskSize;
    ULONG PatternOffset;
    ULONG PatternSize;
    ULONG PatternFlags;
} NDIS_PM_PACKET_PATTERN, *PNDIS_PM_PACKET_PATTERN;

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

typedef struct _NDIS_WAN_PROTOCOL_CAPS {
    ULONG Flags;
    ULONG Reserved;
} NDIS_WAN_PROTOCOL_CAPS, *PNDIS_WAN_PROTOCOL_CAPS;

typedef struct _NDIS_CO_LINK_SPEED {
    ULONG Outbound;
    ULONG Inbound;
} NDIS_CO_LINK_SPEED, *PNDIS_CO_LINK_SPEED;

typedef struct _NDIS_LINK_SPEED {
    ULONG64 XmitLinkSpeed;
    ULONG64 RcvLinkSpeed;
} NDIS_LINK_SPEED, *PNDIS_LINK_SPEED;

typedef int NDIS_STATUS;

typedef struct _NDIS_GUID {
    GUID Guid;
    union {
        NDIS_OID Oid;
        NDIS_STATUS Status;
    };
    ULONG Size;
    ULONG Flags;
} NDIS_GUID, *PNDIS_GUID;

typedef struct _NDIS_IRDA_PACKET_INFO {
    ULONG ExtraBOFs;
    ULONG MinTurnAroundTime;
} NDIS_IRDA_PACKET_INFO, *PNDIS_IRDA_PACKET_INFO;

typedef NET_IF_MEDIA_CONNECT_STATE NDIS_MEDIA_CONNECT_STATE;
typedef NET_IF_MEDIA_DUPLEX_STATE NDIS_MEDIA_DUPLEX_STATE;

typedef enum _NDIS_SUPPORTED_PAUSE_FUNCTIONS {
    NdisPauseFunctionsUnsupported,
    NdisPauseFunctionsSendOnly,
    NdisPauseFunctionsReceiveOnly,
    NdisPauseFunctionsSendAndReceive,
    NdisPauseFunctionsUnknown,
} NDIS_SUPPORTED_PAUSE_FUNCTIONS, *PNDIS_SUPPORTED_PAUSE_FUNCTIONS;

typedef struct _NDIS_LINK_STATE {
    NDIS_OBJECT_HEADER Header;
    NDIS_MEDIA_CONNECT_STATE MediaConnectState;
    NDIS_MEDIA_DUPLEX_STATE MediaDuplexState;
    ULONG64 XmitLinkSpeed;
    ULONG64 RcvLinkSpeed;
    NDIS_SUPPORTED_PAUSE_FUNCTIONS PauseFunctions;
    ULONG AutoNegotiationFlags;
} NDIS_LINK_STATE, *PNDIS_LINK_STATE;

typedef struct _NDIS_LINK_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    NDIS_MEDIA_DUPLEX_STATE MediaDuplexState;
    ULONG64 XmitLinkSpeed;
    ULONG64 RcvLinkSpeed;
    NDIS_SUPPORTED_PAUSE_FUNCTIONS PauseFunctions;
    ULONG AutoNegotiationFlags;
} NDIS_LINK_PARAMETERS, *PNDIS_LINK_PARAMETERS;

typedef struct _NDIS_OPER_STATE {
    NDIS_OBJECT_HEADER Header;
    NET_IF_OPER_STATUS OperationalStatus;
    ULONG OperationalStatusFlags;
} NDIS_OPER_STATE, *PNDIS_OPER_STATE;

typedef struct _NDIS_IP_OPER_STATUS {
    ULONG AddressFamily;
    NET_IF_OPER_STATUS OperationalStatus;
    ULONG OperationalStatusFlags;
} NDIS_IP_OPER_STATUS, *PNDIS_IP_OPER_STATUS;

typedef struct _NDIS_IP_OPER_STATUS_INFO {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG NumberofAddressFamiliesReturned;
    NDIS_IP_OPER_STATUS IpOperationalStatus[32];
} NDIS_IP_OPER_STATUS_INFO, *PNDIS_IP_OPER_STATUS_INFO;

typedef struct _NDIS_IP_OPER_STATE {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_IP_OPER_STATUS IpOperationalStatus;
} NDIS_IP_OPER_STATE, *PNDIS_IP_OPER_STATE;

struct _VXLAN_PARAMETERS {
    USHORT VxlanUDPPortNumber;
};

union _ENCAPSULATION_PROTOCOL_PARAMETERS {
    struct _VXLAN_PARAMETERS VxlanParameters;
    ULONG Value;
};

typedef struct _NDIS_OFFLOAD_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    UCHAR IPv4Checksum;
    UCHAR TCPIPv4Checksum;
    UCHAR UDPIPv4Checksum;
    UCHAR TCPIPv6Checksum;
    UCHAR UDPIPv6Checksum;
    UCHAR LsoV1;
    UCHAR IPsecV1;
    UCHAR LsoV2IPv4;
    UCHAR LsoV2IPv6;
    UCHAR TcpConnectionIPv4;
    UCHAR TcpConnectionIPv6;
    ULONG Flags;
#if NDIS_SUPPORT_NDIS61
    UCHAR IPsecV2;
    UCHAR IPsecV2IPv4;
#endif
#if NDIS_SUPPORT_NDIS630
    UCHAR RscIPv4;
    UCHAR RscIPv6;
    UCHAR EncapsulatedPacketTaskOffload;
    UCHAR EncapsulationTypes;
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

typedef struct _NDIS_TCP_LARGE_SEND_OFFLOAD_V1 {
    struct {
        ULONG Encapsulation;
        ULONG MaxOffLoadSize;
        ULONG MinSegmentCount;
        ULONG TcpOptions : 2;
        ULONG IpOptions : 2;
    } IPv4;
} NDIS_TCP_LARGE_SEND_OFFLOAD_V1, *PNDIS_TCP_LARGE_SEND_OFFLOAD_V1;

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

typedef struct _NDIS_TCP_CONNECTION_OFFLOAD {
    NDIS_OBJECT_HEADER Header;
    ULONG Encapsulation;
    ULONG SupportIPv4 : 2;
    ULONG SupportIPv6 : 2;
    ULONG SupportIPv6ExtensionHeaders : 2;
    ULONG SupportSack : 2;
#if NDIS_SUPPORT_NDIS61
    ULONG CongestionAlgorithm : 4;
#endif
    ULONG TcpConnectionOffloadCapacity;
    ULONG Flags;
} NDIS_TCP_CONNECTION_OFFLOAD, *PNDIS_TCP_CONNECTION_OFFLOAD;

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

typedef struct _NDIS_PORT_AUTHENTICATION_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    NDIS_PORT_CONTROL_STATE SendControlState;
    NDIS_PORT_CONTROL_STATE RcvControlState;
    NDIS_PORT_AUTHORIZATION_STATE SendAuthorizationState;
    NDIS_PORT_AUTHORIZATION_STATE RcvAuthorizationState;
} NDIS_PORT_AUTHENTICATION_PARAMETERS, *PNDIS_PORT_AUTHENTICATION_PARAMETERS;

typedef struct _NDIS_WMI_METHOD_HEADER {
    NDIS_OBJECT_HEADER Header;
    NDIS_PORT_NUMBER PortNumber;
    NET_LUID NetLuid;
    ULONG64 RequestId;
    ULONG Timeout;
    UCHAR Padding[4];
} NDIS_WMI_METHOD_HEADER, *PNDIS_WMI_METHOD_HEADER;

typedef struct _NDIS_WMI_SET_HEADER {
    NDIS_OBJECT_HEADER Header;
    NDIS_PORT_NUMBER PortNumber;
    NET_LUID NetLuid;
    ULONG64 RequestId;
    ULONG Timeout;
    UCHAR Padding[4];
} NDIS_WMI_SET_HEADER, *PNDIS_WMI_SET_HEADER;

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

typedef struct _NDIS_WMI_ENUM_ADAPTER {
    NDIS_OBJECT_HEADER Header;
    NET_IFINDEX IfIndex;
    NET_LUID NetLuid;
    USHORT DeviceNameLength;
    CHAR DeviceName[1];
} NDIS_WMI_ENUM_ADAPTER, *PNDIS_WMI_ENUM_ADAPTER;

#if NDIS_SUPPORT_NDIS61

typedef struct _NDIS_HD_SPLIT_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG HDSplitCombineFlags;
} NDIS_HD_SPLIT_PARAMETERS, *PNDIS_HD_SPLIT_PARAMETERS;

typedef struct _NDIS_HD_SPLIT_CURRENT_CONFIG {
    NDIS_OBJECT_HEADER Header;
    ULONG HardwareCapabilities;
    ULONG CurrentCapabilities;
    ULONG HDSplitFlags;
    ULONG HDSplitCombineFlags;
    ULONG BackfillSize;
    ULONG MaxHeaderSize;
} NDIS_HD_SPLIT_CURRENT_CONFIG, *PNDIS_HD_SPLIT_CURRENT_CONFIG;

#endif /* NDIS_SUPPORT_NDIS61 */

typedef struct NDIS_WMI_OUTPUT_INFO {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    UCHAR SupportedRevision;
    ULONG DataOffset;
} NDIS_WMI_OUTPUT_INFO, *PNDIS_WMI_OUTPUT_INFO;

#if NDIS_SUPPORT_NDIS620

typedef struct _NDIS_PM_COUNTED_STRING {
    USHORT Length;
    WCHAR String[65];
} NDIS_PM_COUNTED_STRING, *PNDIS_PM_COUNTED_STRING;

typedef struct _NDIS_PM_CAPABILITIES {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG SupportedWoLPacketPatterns;
    ULONG NumTotalWoLPatterns;
    ULONG MaxWoLPatternSize;
    ULONG MaxWoLPatternOffset;
    ULONG MaxWoLPacketSaveBuffer;
    ULONG SupportedProtocolOffloads;
    ULONG NumArpOffloadIPv4Addresses;
    ULONG NumNSOffloadIPv6Addresses;
    NDIS_DEVICE_POWER_STATE MinMagicPacketWakeUp;
    NDIS_DEVICE_POWER_STATE MinPatternWakeUp;
    NDIS_DEVICE_POWER_STATE MinLinkChangeWakeUp;
#if NDIS_SUPPORT_NDIS630
    ULONG SupportedWakeUpEvents;
    ULONG MediaSpecificWakeUpEvents;
#endif
} NDIS_PM_CAPABILITIES, *PNDIS_PM_CAPABILITIES;

typedef struct _NDIS_PM_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG EnabledWoLPacketPatterns;
    ULONG EnabledProtocolOffloads;
    ULONG WakeUpFlags;
#if NDIS_SUPPORT_NDIS630
    ULONG MediaSpecificWakeUpEvents;
#endif
} NDIS_PM_PARAMETERS, *PNDIS_PM_PARAMETERS;

typedef enum _NDIS_PM_WOL_PACKET {
    NdisPMWoLPacketUnspecified,
    NdisPMWoLPacketBitmapPattern,
    NdisPMWoLPacketMagicPacket,
    NdisPMWoLPacketIPv4TcpSyn,
    NdisPMWoLPacketIPv6TcpSyn,
    NdisPMWoLPacketEapolRequestIdMessage,
    NdisPMWoLPacketMaximum,
} NDIS_PM_WOL_PACKET, *PNDIS_PM_WOL_PACKET;

#endif /* NDIS_SUPPORT_NDIS620 */

struct _IPV4_TCP_SYN_WOL_PACKET_PARAMETERS {
    ULONG Flags;
    UCHAR IPv4SourceAddress[4];
    UCHAR IPv4DestAddress[4];
    USHORT TCPSourcePortNumber;
    USHORT TCPDestPortNumber;
};

struct _IPV6_TCP_SYN_WOL_PACKET_PARAMETERS {
    ULONG Flags;
    UCHAR IPv6SourceAddress[16];
    UCHAR IPv6DestAddress[16];
    USHORT TCPSourcePortNumber;
    USHORT TCPDestPortNumber;
};

struct _EAPOL_REQUEST_ID_MESSAGE_WOL_PACKET_PARAMETERS {
    ULONG Flags;
};

struct _WOL_BITMAP_PATTERN {
    ULONG Flags;
    ULONG MaskOffset;
    ULONG MaskSize;
    ULONG PatternOffset;
    ULONG PatternSize;
};

union _WOL_PATTERN {
    struct _IPV4_TCP_SYN_WOL_PACKET_PARAMETERS IPv4TcpSynParameters;
    struct _IPV6_TCP_SYN_WOL_PACKET_PARAMETERS IPv6TcpSynParameters;
    struct _EAPOL_REQUEST_ID_MESSAGE_WOL_PACKET_PARAMETERS EapolRequestIdMessageParameters;
    struct _WOL_BITMAP_PATTERN WoLBitMapPattern;
};

#if NDIS_SUPPORT_NDIS620

typedef struct _NDIS_PM_WOL_PATTERN {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG Priority;
    NDIS_PM_WOL_PACKET WoLPacketType;
    NDIS_PM_COUNTED_STRING FriendlyName;
    ULONG PatternId;
    ULONG NextWoLPatternOffset;
    union _WOL_PATTERN WoLPattern;
} NDIS_PM_WOL_PATTERN, *PNDIS_PM_WOL_PATTERN;

typedef enum _NDIS_PM_PROTOCOL_OFFLOAD_TYPE {
    NdisPMProtocolOffloadIdUnspecified,
    NdisPMProtocolOffloadIdIPv4ARP,
    NdisPMProtocolOffloadIdIPv6NS,
    NdisPMProtocolOffload80211RSNRekey,
    NdisPMProtocolOffloadIdMaximum,
} NDIS_PM_PROTOCOL_OFFLOAD_TYPE, *PNDIS_PM_PROTOCOL_OFFLOAD_TYPE;

#endif /* NDIS_SUPPORT_NDIS620 */

struct _IPV4_ARP_PARAMETERS {
    ULONG Flags;
    UCHAR RemoteIPv4Address[4];
    UCHAR HostIPv4Address[4];
    UCHAR MacAddress[6];
};

struct _IPV6_NS_PARAMETERS {
    ULONG Flags;
    UCHAR RemoteIPv6Address[16];
    UCHAR SolicitedNodeIPv6Address[16];
    UCHAR MacAddress[6];
    UCHAR TargetIPv6Addresses[2][16];
};

struct _DOT11_RSN_REKEY_PARAMETERS {
    ULONG Flags;
    UCHAR KCK[16];
    UCHAR KEK[16];
    ULONGLONG KeyReplayCounter;
};

union _PROTOCOL_OFFLOAD_PARAMETERS {
    struct _IPV4_ARP_PARAMETERS IPv4ARPParameters;
    struct _IPV6_NS_PARAMETERS IPv6NSParameters;
    struct _DOT11_RSN_REKEY_PARAMETERS Dot11RSNRekeyParameters;
};

#if NDIS_SUPPORT_NDIS620

typedef struct _NDIS_PM_PROTOCOL_OFFLOAD {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG Priority;
    NDIS_PM_PROTOCOL_OFFLOAD_TYPE ProtocolOffloadType;
    NDIS_PM_COUNTED_STRING FriendlyName;
    ULONG ProtocolOffloadId;
    ULONG NextProtocolOffloadOffset;
    union _PROTOCOL_OFFLOAD_PARAMETERS ProtocolOffloadParameters;
} NDIS_PM_PROTOCOL_OFFLOAD, *PNDIS_PM_PROTOCOL_OFFLOAD;

#endif /* NDIS_SUPPORT_NDIS620 */
#if NDIS_SUPPORT_NDIS630

typedef enum _NDIS_PM_WAKE_REASON_TYPE {
    NdisWakeReasonUnspecified,
    NdisWakeReasonPacket,
    NdisWakeReasonMediaDisconnect,
    NdisWakeReasonMediaConnect,
    NdisWakeReasonWlanNLODiscovery = 4096,
    NdisWakeReasonWlanAPAssociationLost,
    NdisWakeReasonWlanGTKHandshakeError,
    NdisWakeReasonWlan4WayHandshakeRequest,
    NdisWakeReasonWwanRegisterState = 8192,
    NdisWakeReasonWwanSMSReceive,
    NdisWakeReasonWwanUSSDReceive,
} NDIS_PM_WAKE_REASON_TYPE, *PNDIS_PM_WAKE_REASON_TYPE;

typedef struct _NDIS_PM_WAKE_REASON {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_PM_WAKE_REASON_TYPE WakeReason;
    ULONG InfoBufferOffset;
    ULONG InfoBufferSize;
} NDIS_PM_WAKE_REASON, *PNDIS_PM_WAKE_REASON;

typedef struct _NDIS_PM_WAKE_PACKET {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG PatternId;
    NDIS_PM_COUNTED_STRING PatternFriendlyName;
    ULONG OriginalPacketSize;
    ULONG SavedPacketSize;
    ULONG SavedPacketOffset;
} NDIS_PM_WAKE_PACKET, *PNDIS_PM_WAKE_PACKET;

#endif /* NDIS_SUPPORT_NDIS630 */
#if NDIS_SUPPORT_NDIS620

typedef enum _NDIS_PM_ADMIN_CONFIG_STATE {
    NdisPMAdminConfigUnspecified,
    NdisPMAdminConfigDisabled,
    NdisPMAdminConfigEnabled,
} NDIS_PM_ADMIN_CONFIG_STATE, *PNDIS_PM_ADMIN_CONFIG_STATE;

typedef struct _NDIS_WMI_PM_ADMIN_CONFIG {
    NDIS_OBJECT_HEADER Header;
    NDIS_PM_ADMIN_CONFIG_STATE WakeOnPattern;
    NDIS_PM_ADMIN_CONFIG_STATE WakeOnMagicPacket;
    NDIS_PM_ADMIN_CONFIG_STATE DeviceSleepOnDisconnect;
    NDIS_PM_ADMIN_CONFIG_STATE PMARPOffload;
    NDIS_PM_ADMIN_CONFIG_STATE PMNSOffload;
    NDIS_PM_ADMIN_CONFIG_STATE PMWiFiRekeyOffload;
} NDIS_WMI_PM_ADMIN_CONFIG, *PNDIS_WMI_PM_ADMIN_CONFIG;

typedef enum _NDIS_PM_CAPABILITY_STATE {
    NdisPMAdminConfigUnsupported,
    NdisPMAdminConfigInactive,
    NdisPMAdminConfigActive,
} NDIS_PM_CAPABILITY_STATE, *PNDIS_PM_CAPABILITY_STATE;

typedef struct _NDIS_WMI_PM_ACTIVE_CAPABILITIES {
    NDIS_OBJECT_HEADER Header;
    NDIS_PM_CAPABILITY_STATE WakeOnPattern;
    NDIS_PM_CAPABILITY_STATE WakeOnMagicPacket;
    NDIS_PM_CAPABILITY_STATE DeviceSleepOnDisconnect;
    NDIS_PM_CAPABILITY_STATE PMARPOffload;
    NDIS_PM_CAPABILITY_STATE PMNSOffload;
    NDIS_PM_CAPABILITY_STATE PMWiFiRekeyOffload;
} NDIS_WMI_PM_ACTIVE_CAPABILITIES, *PNDIS_WMI_PM_ACTIVE_CAPABILITIES;

typedef struct _NDIS_RECEIVE_FILTER_CAPABILITIES {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG EnabledFilterTypes;
    ULONG EnabledQueueTypes;
    ULONG NumQueues;
    ULONG SupportedQueueProperties;
    ULONG SupportedFilterTests;
    ULONG SupportedHeaders;
    ULONG SupportedMacHeaderFields;
    ULONG MaxMacHeaderFilters;
    ULONG MaxQueueGroups;
    ULONG MaxQueuesPerQueueGroup;
    ULONG MinLookaheadSplitSize;
    ULONG MaxLookaheadSplitSize;
#if NDIS_SUPPORT_NDIS630
    ULONG SupportedARPHeaderFields;
    ULONG SupportedIPv4HeaderFields;
    ULONG SupportedIPv6HeaderFields;
    ULONG SupportedUdpHeaderFields;
    ULONG MaxFieldTestsPerPacketCoalescingFilter;
    ULONG MaxPacketCoalescingFilters;
    ULONG NdisReserved;
#endif
} NDIS_RECEIVE_FILTER_CAPABILITIES, *PNDIS_RECEIVE_FILTER_CAPABILITIES;

typedef struct _NDIS_NIC_SWITCH_CAPABILITIES {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG NdisReserved1;
    ULONG NumTotalMacAddresses;
    ULONG NumMacAddressesPerPort;
    ULONG NumVlansPerPort;
    ULONG NdisReserved2;
    ULONG NdisReserved3;
#if NDIS_SUPPORT_NDIS630
    ULONG NicSwitchCapabilities;
    ULONG MaxNumSwitches;
    ULONG MaxNumVPorts;
    ULONG NdisReserved4;
    ULONG MaxNumVFs;
    ULONG MaxNumQueuePairs;
    ULONG NdisReserved5;
    ULONG NdisReserved6;
    ULONG NdisReserved7;
    ULONG MaxNumQueuePairsPerNonDefaultVPort;
    ULONG NdisReserved8;
    ULONG NdisReserved9;
    ULONG NdisReserved10;
    ULONG NdisReserved11;
    ULONG NdisReserved12;
    ULONG MaxNumMacAddresses;
    ULONG NdisReserved13;
    ULONG NdisReserved14;
    ULONG NdisReserved15;
    ULONG NdisReserved16;
    ULONG NdisReserved17;
#endif
#if NDIS_SUPPORT_NDIS660
    ULONG MaxNumRssCapableNonDefaultPFVPorts;
    ULONG NumberOfIndirectionTableEntriesForDefaultVPort;
    ULONG NumberOfIndirectionTableEntriesPerNonDefaultPFVPort;
    ULONG MaxNumQueuePairsForDefaultVPort;
#endif
} NDIS_NIC_SWITCH_CAPABILITIES, *PNDIS_NIC_SWITCH_CAPABILITIES;

typedef struct _NDIS_RECEIVE_FILTER_GLOBAL_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG EnabledFilterTypes;
    ULONG EnabledQueueTypes;
} NDIS_RECEIVE_FILTER_GLOBAL_PARAMETERS, *PNDIS_RECEIVE_FILTER_GLOBAL_PARAMETERS;

typedef enum _NDIS_FRAME_HEADER {
    NdisFrameHeaderUndefined,
    NdisFrameHeaderMac,
    NdisFrameHeaderArp,
    NdisFrameHeaderIPv4,
    NdisFrameHeaderIPv6,
    NdisFrameHeaderUdp,
    NdisFrameHeaderMaximum,
} NDIS_FRAME_HEADER, *PNDIS_FRAME_HEADER;

typedef enum _NDIS_RECEIVE_FILTER_TEST {
    NdisReceiveFilterTestUndefined,
    NdisReceiveFilterTestEqual,
    NdisReceiveFilterTestMaskEqual,
    NdisReceiveFilterTestNotEqual,
    NdisReceiveFilterTestMaximum,
} NDIS_RECEIVE_FILTER_TEST, *PNDIS_RECEIVE_FILTER_TEST;

typedef enum _NDIS_MAC_HEADER_FIELD {
    NdisMacHeaderFieldUndefined,
    NdisMacHeaderFieldDestinationAddress,
    NdisMacHeaderFieldSourceAddress,
    NdisMacHeaderFieldProtocol,
    NdisMacHeaderFieldVlanId,
    NdisMacHeaderFieldPriority,
    NdisMacHeaderFieldPacketType,
    NdisMacHeaderFieldMaximum,
} NDIS_MAC_HEADER_FIELD, *PNDIS_MAC_HEADER_FIELD;

typedef enum _NDIS_ARP_HEADER_FIELD {
    NdisARPHeaderFieldUndefined,
    NdisARPHeaderFieldOperation,
    NdisARPHeaderFieldSPA,
    NdisARPHeaderFieldTPA,
    NdisARPHeaderFieldMaximum,
} NDIS_ARP_HEADER_FIELD, *PNDIS_ARP_HEADER_FIELD;

typedef enum _NDIS_IPV4_HEADER_FIELD {
    NdisIPv4HeaderFieldUndefined,
    NdisIPv4HeaderFieldProtocol,
    NdisIPv4HeaderFieldMaximum,
} NDIS_IPV4_HEADER_FIELD, *PNDIS_IPV4_HEADER_FIELD;

typedef enum _NDIS_IPV6_HEADER_FIELD {
    NdisIPv6HeaderFieldUndefined,
    NdisIPv6HeaderFieldProtocol,
    NdisIPv6HeaderFieldMaximum,
} NDIS_IPV6_HEADER_FIELD, *PNDIS_IPV6_HEADER_FIELD;

typedef enum _NDIS_UDP_HEADER_FIELD {
    NdisUdpHeaderFieldUndefined,
    NdisUdpHeaderFieldDestinationPort,
    NdisUdpHeaderFieldMaximum,
} NDIS_UDP_HEADER_FIELD, *PNDIS_UDP_HEADER_FIELD;

union _HEADER_FIELD {
    NDIS_MAC_HEADER_FIELD MacHeaderField;
    NDIS_ARP_HEADER_FIELD ArpHeaderField;
    NDIS_IPV4_HEADER_FIELD IPv4HeaderField;
    NDIS_IPV6_HEADER_FIELD IPv6HeaderField;
    NDIS_UDP_HEADER_FIELD UdpHeaderField;
};

#endif /* NDIS_SUPPORT_NDIS620 */

union _FIELD_VALUE {
    UCHAR FieldByteValue;
    USHORT FieldShortValue;
    ULONG FieldLongValue;
    ULONG64 FieldLong64Value;
    UCHAR FieldByteArrayValue[16];
};

union _RESULT_VALUE {
    UCHAR ResultByteValue;
    USHORT ResultShortValue;
    ULONG ResultLongValue;
    ULONG64 ResultLong64Value;
    UCHAR ResultByteArrayValue[16];
};

#if NDIS_SUPPORT_NDIS620

typedef struct _NDIS_RECEIVE_FILTER_FIELD_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_FRAME_HEADER FrameHeader;
    NDIS_RECEIVE_FILTER_TEST ReceiveFilterTest;
    union _HEADER_FIELD HeaderField;
    union _FIELD_VALUE FieldValue;
    union _RESULT_VALUE ResultValue;
} NDIS_RECEIVE_FILTER_FIELD_PARAMETERS, *PNDIS_RECEIVE_FILTER_FIELD_PARAMETERS;

typedef enum _NDIS_RECEIVE_FILTER_TYPE {
    NdisReceiveFilterTypeUndefined,
    NdisReceiveFilterTypeVMQueue,
    NdisReceiveFilterTypePacketCoalescing,
    NdisReceiveFilterTypeMaximum,
} NDIS_RECEIVE_FILTER_TYPE, *PNDIS_RECEIVE_FILTER_TYPE;

typedef struct _NDIS_RECEIVE_FILTER_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_RECEIVE_FILTER_TYPE FilterType;
    NDIS_RECEIVE_QUEUE_ID QueueId;
    NDIS_RECEIVE_FILTER_ID FilterId;
    ULONG FieldParametersArrayOffset;
    ULONG FieldParametersArrayNumElements;
    ULONG FieldParametersArrayElementSize;
    ULONG RequestedFilterIdBitCount;
#if NDIS_SUPPORT_NDIS630
    ULONG MaxCoalescingDelay;
    NDIS_NIC_SWITCH_VPORT_ID VPortId;
#endif
} NDIS_RECEIVE_FILTER_PARAMETERS, *PNDIS_RECEIVE_FILTER_PARAMETERS;

typedef struct _NDIS_RECEIVE_FILTER_CLEAR_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_RECEIVE_QUEUE_ID QueueId;
    NDIS_RECEIVE_FILTER_ID FilterId;
} NDIS_RECEIVE_FILTER_CLEAR_PARAMETERS, *PNDIS_RECEIVE_FILTER_CLEAR_PARAMETERS;

typedef enum _NDIS_RECEIVE_QUEUE_TYPE {
    NdisReceiveQueueTypeUnspecified,
    NdisReceiveQueueTypeVMQueue,
    NdisReceiveQueueTypeMaximum,
} NDIS_RECEIVE_QUEUE_TYPE, *PNDIS_RECEIVE_QUEUE_TYPE;

#endif /* NDIS_SUPPORT_NDIS620 */
typedef IF_COUNTED_STRING NDIS_IF_COUNTED_STRING;
#if NDIS_SUPPORT_NDIS620
typedef NDIS_IF_COUNTED_STRING NDIS_VM_NAME;
typedef NDIS_IF_COUNTED_STRING NDIS_QUEUE_NAME;

typedef struct _NDIS_RECEIVE_QUEUE_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_RECEIVE_QUEUE_TYPE QueueType;
    NDIS_RECEIVE_QUEUE_ID QueueId;
    NDIS_RECEIVE_QUEUE_GROUP_ID QueueGroupId;
    GROUP_AFFINITY ProcessorAffinity;
    ULONG NumSuggestedReceiveBuffers;
    ULONG MSIXTableEntry;
    ULONG LookaheadSize;
    NDIS_VM_NAME VmName;
    NDIS_QUEUE_NAME QueueName;
#if NDIS_SUPPORT_NDIS630
    ULONG PortId;
    ULONG InterruptCoalescingDomainId;
#endif
#if NDIS_SUPPORT_NDIS650
    NDIS_QOS_SQ_ID QosSqId;
#endif
} NDIS_RECEIVE_QUEUE_PARAMETERS, *PNDIS_RECEIVE_QUEUE_PARAMETERS;

typedef struct _NDIS_RECEIVE_QUEUE_FREE_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_RECEIVE_QUEUE_ID QueueId;
} NDIS_RECEIVE_QUEUE_FREE_PARAMETERS, *PNDIS_RECEIVE_QUEUE_FREE_PARAMETERS;

typedef enum _NDIS_RECEIVE_QUEUE_OPERATIONAL_STATE {
    NdisReceiveQueueOperationalStateUndefined,
    NdisReceiveQueueOperationalStateRunning,
    NdisReceiveQueueOperationalStatePaused,
    NdisReceiveQueueOperationalStateDmaStopped,
    NdisReceiveQueueOperationalStateMaximum,
} NDIS_RECEIVE_QUEUE_OPERATIONAL_STATE, *PNDIS_RECEIVE_QUEUE_OPERATIONAL_STATE;

typedef struct _NDIS_RECEIVE_QUEUE_INFO {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_RECEIVE_QUEUE_TYPE QueueType;
    NDIS_RECEIVE_QUEUE_ID QueueId;
    NDIS_RECEIVE_QUEUE_GROUP_ID QueueGroupId;
    NDIS_RECEIVE_QUEUE_OPERATIONAL_STATE QueueState;
    GROUP_AFFINITY ProcessorAffinity;
    ULONG NumSuggestedReceiveBuffers;
    ULONG MSIXTableEntry;
    ULONG LookaheadSize;
    NDIS_VM_NAME VmName;
    NDIS_QUEUE_NAME QueueName;
#if NDIS_SUPPORT_NDIS630
    ULONG NumFilters;
    ULONG InterruptCoalescingDomainId;
#endif
} NDIS_RECEIVE_QUEUE_INFO, *PNDIS_RECEIVE_QUEUE_INFO;

typedef struct _NDIS_RECEIVE_QUEUE_INFO_ARRAY {
    NDIS_OBJECT_HEADER Header;
    ULONG FirstElementOffset;
    ULONG NumElements;
    ULONG ElementSize;
} NDIS_RECEIVE_QUEUE_INFO_ARRAY, *PNDIS_RECEIVE_QUEUE_INFO_ARRAY;

typedef struct _NDIS_RECEIVE_FILTER_INFO {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_RECEIVE_FILTER_TYPE FilterType;
    NDIS_RECEIVE_FILTER_ID FilterId;
} NDIS_RECEIVE_FILTER_INFO, *PNDIS_RECEIVE_FILTER_INFO;

typedef struct _NDIS_RECEIVE_FILTER_INFO_ARRAY {
    NDIS_OBJECT_HEADER Header;
    NDIS_RECEIVE_QUEUE_ID QueueId;
    ULONG FirstElementOffset;
    ULONG NumElements;
    ULONG ElementSize;
#if NDIS_SUPPORT_NDIS630
    ULONG Flags;
    NDIS_NIC_SWITCH_VPORT_ID VPortId;
#endif
} NDIS_RECEIVE_FILTER_INFO_ARRAY, *PNDIS_RECEIVE_FILTER_INFO_ARRAY;

typedef struct _NDIS_RECEIVE_QUEUE_ALLOCATION_COMPLETE_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_RECEIVE_QUEUE_ID QueueId;
    NDIS_STATUS CompletionStatus;
} NDIS_RECEIVE_QUEUE_ALLOCATION_COMPLETE_PARAMETERS, *PNDIS_RECEIVE_QUEUE_ALLOCATION_COMPLETE_PARAMETERS;

typedef struct _NDIS_RECEIVE_QUEUE_ALLOCATION_COMPLETE_ARRAY {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG FirstElementOffset;
    ULONG NumElements;
    ULONG ElementSize;
} NDIS_RECEIVE_QUEUE_ALLOCATION_COMPLETE_ARRAY, *PNDIS_RECEIVE_QUEUE_ALLOCATION_COMPLETE_ARRAY;

#endif /* NDIS_SUPPORT_NDIS620 */

typedef struct _NDIS_RECEIVE_SCALE_CAPABILITIES {
    NDIS_OBJECT_HEADER Header;
    NDIS_RSS_CAPS_FLAGS CapabilitiesFlags;
    ULONG NumberOfInterruptMessages;
    ULONG NumberOfReceiveQueues;
#if NDIS_SUPPORT_NDIS630
    USHORT NumberOfIndirectionTableEntries;
#endif
} NDIS_RECEIVE_SCALE_CAPABILITIES, *PNDIS_RECEIVE_SCALE_CAPABILITIES;

typedef struct _NDIS_RECEIVE_SCALE_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    USHORT Flags;
    USHORT BaseCpuNumber;
    ULONG HashInformation;
    USHORT IndirectionTableSize;
    ULONG IndirectionTableOffset;
    USHORT HashSecretKeySize;
    ULONG HashSecretKeyOffset;
#if NDIS_SUPPORT_NDIS620
    ULONG ProcessorMasksOffset;
    ULONG NumberOfProcessorMasks;
    ULONG ProcessorMasksEntrySize;
#endif
#if NDIS_SUPPORT_NDIS660
    PROCESSOR_NUMBER DefaultProcessorNumber;
#endif
} NDIS_RECEIVE_SCALE_PARAMETERS, *PNDIS_RECEIVE_SCALE_PARAMETERS;

#if NDIS_SUPPORT_NDIS680

typedef struct _NDIS_RECEIVE_SCALE_PARAMETERS_V2 {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG HashInformation;
    ULONG HashSecretKeySize;
    ULONG HashSecretKeyOffset;
    ULONG NumberOfQueues;
    ULONG NumberOfIndirectionTableEntries;
} NDIS_RECEIVE_SCALE_PARAMETERS_V2, *PNDIS_RECEIVE_SCALE_PARAMETERS_V2;

typedef struct _NDIS_RSS_SET_INDIRECTION_ENTRY {
    NDIS_NIC_SWITCH_ID SwitchId;
    NDIS_NIC_SWITCH_VPORT_ID VPortId;
    ULONG Flags;
    USHORT IndirectionTableIndex;
    PROCESSOR_NUMBER TargetProcessorNumber;
    NDIS_STATUS EntryStatus;
} NDIS_RSS_SET_INDIRECTION_ENTRY, *PNDIS_RSS_SET_INDIRECTION_ENTRY;

typedef struct _NDIS_RSS_SET_INDIRECTION_ENTRIES {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG RssEntrySize;
    ULONG RssEntryTableOffset;
    ULONG NumberOfRssEntries;
} NDIS_RSS_SET_INDIRECTION_ENTRIES, *PNDIS_RSS_SET_INDIRECTION_ENTRIES;

#endif /* NDIS_SUPPORT_NDIS680 */

typedef struct _NDIS_RECEIVE_HASH_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG HashInformation;
    USHORT HashSecretKeySize;
    ULONG HashSecretKeyOffset;
} NDIS_RECEIVE_HASH_PARAMETERS, *PNDIS_RECEIVE_HASH_PARAMETERS;

#if NDIS_SUPPORT_NDIS620

typedef struct _NDIS_RSS_PROCESSOR {
    PROCESSOR_NUMBER ProcNum;
    USHORT PreferenceIndex;
    USHORT Reserved;
} NDIS_RSS_PROCESSOR, *PNDIS_RSS_PROCESSOR;

#endif /* NDIS_SUPPORT_NDIS620 */
#if NDIS_SUPPORT_NDIS630

typedef enum _NDIS_RSS_PROFILE {
    NdisRssProfileClosest = 1,
    NdisRssProfileClosestStatic,
    NdisRssProfileNuma,
    NdisRssProfileNumaStatic,
    NdisRssProfileConservative,
    NdisRssProfileMaximum,
} NDIS_RSS_PROFILE, *PNDIS_RSS_PROFILE;

#endif /* NDIS_SUPPORT_NDIS630 */
#if NDIS_SUPPORT_NDIS620

typedef struct _NDIS_RSS_PROCESSOR_INFO {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    PROCESSOR_NUMBER RssBaseProcessor;
    ULONG MaxNumRssProcessors;
    USHORT PreferredNumaNode;
    ULONG RssProcessorArrayOffset;
    ULONG RssProcessorCount;
    ULONG RssProcessorEntrySize;
#if NDIS_SUPPORT_NDIS630
    PROCESSOR_NUMBER RssMaxProcessor;
    NDIS_RSS_PROFILE RssProfile;
#endif
} NDIS_RSS_PROCESSOR_INFO, *PNDIS_RSS_PROCESSOR_INFO;

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

typedef enum _NDIS_HYPERVISOR_PARTITION_TYPE {
    NdisHypervisorPartitionTypeUnknown,
    NdisHypervisorPartitionTypeMsHvParent,
    NdisHypervisorPartitionMsHvChild,
    NdisHypervisorPartitionTypeMax,
} NDIS_HYPERVISOR_PARTITION_TYPE, *PNDIS_HYPERVISOR_PARTITION_TYPE;

typedef struct _NDIS_HYPERVISOR_INFO {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_HYPERVISOR_PARTITION_TYPE PartitionType;
} NDIS_HYPERVISOR_INFO, *PNDIS_HYPERVISOR_INFO;

typedef struct _NDIS_WMI_GROUP_AFFINITY {
    ULONG64 Mask;
    USHORT Group;
    USHORT Reserved[3];
} NDIS_WMI_GROUP_AFFINITY, *PNDIS_WMI_GROUP_AFFINITY;

typedef struct _NDIS_WMI_RECEIVE_QUEUE_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_RECEIVE_QUEUE_TYPE QueueType;
    NDIS_RECEIVE_QUEUE_ID QueueId;
    NDIS_RECEIVE_QUEUE_GROUP_ID QueueGroupId;
    NDIS_WMI_GROUP_AFFINITY ProcessorAffinity;
    ULONG NumSuggestedReceiveBuffers;
    ULONG MSIXTableEntry;
    ULONG LookaheadSize;
    NDIS_VM_NAME VmName;
    NDIS_QUEUE_NAME QueueName;
} NDIS_WMI_RECEIVE_QUEUE_PARAMETERS, *PNDIS_WMI_RECEIVE_QUEUE_PARAMETERS;

typedef struct _NDIS_WMI_RECEIVE_QUEUE_INFO {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_RECEIVE_QUEUE_TYPE QueueType;
    NDIS_RECEIVE_QUEUE_ID QueueId;
    NDIS_RECEIVE_QUEUE_GROUP_ID QueueGroupId;
    NDIS_RECEIVE_QUEUE_OPERATIONAL_STATE QueueState;
    NDIS_WMI_GROUP_AFFINITY ProcessorAffinity;
    ULONG NumSuggestedReceiveBuffers;
    ULONG MSIXTableEntry;
    ULONG LookaheadSize;
    NDIS_VM_NAME VmName;
    NDIS_QUEUE_NAME QueueName;
} NDIS_WMI_RECEIVE_QUEUE_INFO, *PNDIS_WMI_RECEIVE_QUEUE_INFO;

#endif /* NDIS_SUPPORT_NDIS620 */
#if NDIS_SUPPORT_NDIS630

typedef struct _NDIS_NDK_PERFORMANCE_COUNTERS {
    ULONG64 Connect;
    ULONG64 Accept;
    ULONG64 ConnectFailure;
    ULONG64 ConnectionError;
    ULONG64 ActiveConnection;
    ULONG64 Reserved01;
    ULONG64 Reserved02;
    ULONG64 Reserved03;
    ULONG64 Reserved04;
    ULONG64 Reserved05;
    ULONG64 Reserved06;
    ULONG64 Reserved07;
    ULONG64 Reserved08;
    ULONG64 Reserved09;
    ULONG64 Reserved10;
    ULONG64 Reserved11;
    ULONG64 Reserved12;
    ULONG64 Reserved13;
    ULONG64 Reserved14;
    ULONG64 Reserved15;
    ULONG64 Reserved16;
    ULONG64 Reserved17;
    ULONG64 Reserved18;
    ULONG64 Reserved19;
    ULONG64 Reserved20;
    ULONG64 CQError;
    ULONG64 RDMAInOctets;
    ULONG64 RDMAOutOctets;
    ULONG64 RDMAInFrames;
    ULONG64 RDMAOutFrames;
} NDIS_NDK_PERFORMANCE_COUNTERS, *PNDIS_NDK_PERFORMANCE_COUNTERS;

typedef struct _NDK_ADAPTER_INFO NDK_ADAPTER_INFO;

typedef struct _NDIS_NDK_CAPABILITIES {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG MaxQpCount;
    ULONG MaxCqCount;
    ULONG MaxMrCount;
    ULONG MaxPdCount;
    ULONG MaxInboundReadLimit;
    ULONG MaxOutboundReadLimit;
    ULONG MaxMwCount;
    ULONG MaxSrqCount;
    ULONG64 MissingCounterMask;
    NDK_ADAPTER_INFO *NdkInfo;
} NDIS_NDK_CAPABILITIES, *PNDIS_NDK_CAPABILITIES;

typedef struct NDK_VERSION {
    USHORT Major;
    USHORT Minor;
} NDK_VERSION;

typedef struct _NDK_WMI_ADAPTER_INFO {
    NDK_VERSION Version;
    UINT32 VendorId;
    UINT32 DeviceId;
    ULONGLONG MaxRegistrationSize;
    ULONGLONG MaxWindowSize;
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
} NDK_WMI_ADAPTER_INFO, *PNDK_WMI_ADAPTER_INFO;

typedef struct _NDIS_WMI_NDK_CAPABILITIES {
    ULONG MaxQpCount;
    ULONG MaxCqCount;
    ULONG MaxMrCount;
    ULONG MaxPdCount;
    ULONG MaxInboundReadLimit;
    ULONG MaxOutboundReadLimit;
    ULONG MaxMwCount;
    ULONG MaxSrqCount;
    ULONG64 MissingCounterMask;
    NDK_WMI_ADAPTER_INFO NdkInfo;
} NDIS_WMI_NDK_CAPABILITIES, *PNDIS_WMI_NDK_CAPABILITIES;

typedef struct _NDIS_NDK_STATISTICS_INFO {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_NDK_PERFORMANCE_COUNTERS CounterSet;
} NDIS_NDK_STATISTICS_INFO;

typedef struct _NDIS_NDK_CONNECTION_ENTRY {
    SOCKADDR_INET Local;
    SOCKADDR_INET Remote;
    BOOLEAN UserModeOwner;
    ULONG OwnerPid;
} NDIS_NDK_CONNECTION_ENTRY;

typedef struct _NDIS_NDK_CONNECTIONS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG Count;
    BOOLEAN NDConnectionsMappedtoTCPConnections;
    NDIS_NDK_CONNECTION_ENTRY Connections[1];
} NDIS_NDK_CONNECTIONS;

typedef struct _NDIS_NDK_LOCAL_ENDPOINT_ENTRY {
    SOCKADDR_INET Local;
    BOOLEAN UserModeOwner;
    BOOLEAN Listener;
    ULONG OwnerPid;
} NDIS_NDK_LOCAL_ENDPOINT_ENTRY;

typedef struct _NDIS_NDK_LOCAL_ENDPOINTS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG Count;
    BOOLEAN NDLocalEndpointsMappedtoTCPLocalEndpoints;
    NDIS_NDK_LOCAL_ENDPOINT_ENTRY LocalEndpoints[1];
} NDIS_NDK_LOCAL_ENDPOINTS;

typedef struct _NDIS_QOS_CAPABILITIES {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG MaxNumTrafficClasses;
    ULONG MaxNumEtsCapableTrafficClasses;
    ULONG MaxNumPfcEnabledTrafficClasses;
} NDIS_QOS_CAPABILITIES, *PNDIS_QOS_CAPABILITIES;

typedef struct _NDIS_QOS_CLASSIFICATION_ELEMENT {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    USHORT ConditionSelector;
    USHORT ConditionField;
    USHORT ActionSelector;
    USHORT ActionField;
} NDIS_QOS_CLASSIFICATION_ELEMENT, *PNDIS_QOS_CLASSIFICATION_ELEMENT;

typedef struct _NDIS_QOS_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG NumTrafficClasses;
    UCHAR PriorityAssignmentTable[8];
    UCHAR TcBandwidthAssignmentTable[8];
    UCHAR TsaAssignmentTable[8];
    ULONG PfcEnable;
    ULONG NumClassificationElements;
    ULONG ClassificationElementSize;
    ULONG FirstClassificationElementOffset;
} NDIS_QOS_PARAMETERS, *PNDIS_QOS_PARAMETERS;

typedef enum _NDIS_NIC_SWITCH_TYPE {
    NdisNicSwitchTypeUnspecified,
    NdisNicSwitchTypeExternal,
    NdisNicSwitchTypeMax,
} NDIS_NIC_SWITCH_TYPE, *PNDIS_NIC_SWITCH_TYPE;

typedef NDIS_IF_COUNTED_STRING NDIS_NIC_SWITCH_FRIENDLYNAME;

typedef struct _NDIS_NIC_SWITCH_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_NIC_SWITCH_TYPE SwitchType;
    NDIS_NIC_SWITCH_ID SwitchId;
    NDIS_NIC_SWITCH_FRIENDLYNAME SwitchFriendlyName;
    ULONG NumVFs;
    ULONG NdisReserved1;
    ULONG NdisReserved2;
    ULONG NdisReserved3;
#if NDIS_SUPPORT_NDIS660
    ULONG NumQueuePairsForDefaultVPort;
#endif
} NDIS_NIC_SWITCH_PARAMETERS, *PNDIS_NIC_SWITCH_PARAMETERS;

typedef struct _NDIS_NIC_SWITCH_DELETE_SWITCH_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_NIC_SWITCH_ID SwitchId;
} NDIS_NIC_SWITCH_DELETE_SWITCH_PARAMETERS, *PNDIS_NIC_SWITCH_DELETE_SWITCH_PARAMETERS;

typedef struct _NDIS_NIC_SWITCH_INFO {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_NIC_SWITCH_TYPE SwitchType;
    NDIS_NIC_SWITCH_ID SwitchId;
    NDIS_NIC_SWITCH_FRIENDLYNAME SwitchFriendlyName;
    ULONG NumVFs;
    ULONG NumAllocatedVFs;
    ULONG NumVPorts;
    ULONG NumActiveVPorts;
    ULONG NumQueuePairsForDefaultVPort;
    ULONG NumQueuePairsForNonDefaultVPorts;
    ULONG NumActiveDefaultVPortMacAddresses;
    ULONG NumActiveNonDefaultVPortMacAddresses;
    ULONG NumActiveDefaultVPortVlanIds;
    ULONG NumActiveNonDefaultVPortVlanIds;
} NDIS_NIC_SWITCH_INFO, *PNDIS_NIC_SWITCH_INFO;

typedef struct _NDIS_NIC_SWITCH_INFO_ARRAY {
    NDIS_OBJECT_HEADER Header;
    ULONG FirstElementOffset;
    ULONG NumElements;
    ULONG ElementSize;
} NDIS_NIC_SWITCH_INFO_ARRAY, *PNDIS_NIC_SWITCH_INFO_ARRAY;

#endif /* NDIS_SUPPORT_NDIS630 */
typedef unsigned int UINT;
#if NDIS_SUPPORT_NDIS650

typedef struct _NDIS_NDK_REQUEST_PARAMETERS {
    BOOLEAN RdmaRequested;
    NDIS_SWITCH_PORT_ID SwitchPortId;
    NET_IFINDEX IfIndex;
    UCHAR MacAddress[32];
    UINT VlanId;
    NDIS_NDK_CAPABILITIES NdkReserved;
} NDIS_NDK_REQUEST_PARAMETERS, *PNDIS_NDK_REQUEST_PARAMETERS;

typedef struct _NDIS_NDK_RESPONSE_PARAMETERS {
    BOOLEAN CapabilitiesAvailable;
    NDIS_NDK_CAPABILITIES ReceivedCapabilities;
} NDIS_NDK_RESPONSE_PARAMETERS, *PNDIS_NDK_RESPONSE_PARAMETERS;

typedef struct _NDIS_NDK_PARAMETERS {
    NDIS_NDK_REQUEST_PARAMETERS NdkRequest;
    NDIS_NDK_RESPONSE_PARAMETERS NdkResponse;
} NDIS_NDK_PARAMETERS, *PNDIS_NDK_PARAMETERS;

#endif /* NDIS_SUPPORT_NDIS650 */
#if NDIS_SUPPORT_NDIS630
typedef NDIS_IF_COUNTED_STRING NDIS_VPORT_NAME;

typedef enum _NDIS_NIC_SWITCH_VPORT_INTERRUPT_MODERATION {
    NdisNicSwitchVPortInterruptModerationUndefined,
    NdisNicSwitchVPortInterruptModerationAdaptive,
    NdisNicSwitchVPortInterruptModerationOff,
    NdisNicSwitchVPortInterruptModerationLow = 100,
    NdisNicSwitchVPortInterruptModerationMedium = 200,
    NdisNicSwitchVPortInterruptModerationHigh = 300,
} NDIS_NIC_SWITCH_VPORT_INTERRUPT_MODERATION, *PNDIS_NIC_SWITCH_VPORT_INTERRUPT_MODERATION;

typedef enum _NDIS_NIC_SWITCH_VPORT_STATE {
    NdisNicSwitchVPortStateUndefined,
    NdisNicSwitchVPortStateActivated,
    NdisNicSwitchVPortStateDeactivated,
    NdisNicSwitchVPortStateMaximum,
} NDIS_NIC_SWITCH_VPORT_STATE, *PNDIS_NIC_SWITCH_VPORT_STATE;

typedef struct _NDIS_NIC_SWITCH_VPORT_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_NIC_SWITCH_ID SwitchId;
    NDIS_NIC_SWITCH_VPORT_ID VPortId;
    NDIS_VPORT_NAME VPortName;
    NDIS_SRIOV_FUNCTION_ID AttachedFunctionId;
    ULONG NumQueuePairs;
    NDIS_NIC_SWITCH_VPORT_INTERRUPT_MODERATION InterruptModeration;
    NDIS_NIC_SWITCH_VPORT_STATE VPortState;
    GROUP_AFFINITY ProcessorAffinity;
    ULONG LookaheadSize;
#if NDIS_SUPPORT_NDIS650
    NDIS_NDK_PARAMETERS NdkParams;
    NDIS_QOS_SQ_ID QosSqId;
#endif
} NDIS_NIC_SWITCH_VPORT_PARAMETERS, *PNDIS_NIC_SWITCH_VPORT_PARAMETERS;

typedef struct _NDIS_NIC_SWITCH_DELETE_VPORT_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_NIC_SWITCH_VPORT_ID VPortId;
} NDIS_NIC_SWITCH_DELETE_VPORT_PARAMETERS, *PNDIS_NIC_SWITCH_DELETE_VPORT_PARAMETERS;

typedef struct _NDIS_NIC_SWITCH_VPORT_INFO {
    NDIS_OBJECT_HEADER Header;
    NDIS_NIC_SWITCH_VPORT_ID VPortId;
    ULONG Flags;
    NDIS_NIC_SWITCH_ID SwitchId;
    NDIS_VPORT_NAME VPortName;
    NDIS_SRIOV_FUNCTION_ID AttachedFunctionId;
    ULONG NumQueuePairs;
    NDIS_NIC_SWITCH_VPORT_INTERRUPT_MODERATION InterruptModeration;
    NDIS_NIC_SWITCH_VPORT_STATE VPortState;
    GROUP_AFFINITY ProcessorAffinity;
    ULONG LookaheadSize;
    ULONG NumFilters;
} NDIS_NIC_SWITCH_VPORT_INFO, *PNDIS_NIC_SWITCH_VPORT_INFO;

typedef struct _NDIS_NIC_SWITCH_VPORT_INFO_ARRAY {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_NIC_SWITCH_ID SwitchId;
    NDIS_SRIOV_FUNCTION_ID AttachedFunctionId;
    ULONG FirstElementOffset;
    ULONG NumElements;
    ULONG ElementSize;
} NDIS_NIC_SWITCH_VPORT_INFO_ARRAY, *PNDIS_NIC_SWITCH_VPORT_INFO_ARRAY;

#endif /* NDIS_SUPPORT_NDIS630 */
#if NDIS_SUPPORT_NDIS620
typedef NDIS_IF_COUNTED_STRING NDIS_VM_FRIENDLYNAME;
typedef NDIS_IF_COUNTED_STRING NDIS_SWITCH_NIC_NAME;
#endif /* NDIS_SUPPORT_NDIS620 */
#if NDIS_SUPPORT_NDIS630

typedef struct _NDIS_NIC_SWITCH_VF_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_NIC_SWITCH_ID SwitchId;
    NDIS_VM_NAME VMName;
    NDIS_VM_FRIENDLYNAME VMFriendlyName;
    NDIS_SWITCH_NIC_NAME NicName;
    USHORT MacAddressLength;
    UCHAR PermanentMacAddress[32];
    UCHAR CurrentMacAddress[32];
    NDIS_SRIOV_FUNCTION_ID VFId;
    NDIS_VF_RID RequestorId;
} NDIS_NIC_SWITCH_VF_PARAMETERS, *PNDIS_NIC_SWITCH_VF_PARAMETERS;

typedef struct _NDIS_NIC_SWITCH_FREE_VF_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_SRIOV_FUNCTION_ID VFId;
} NDIS_NIC_SWITCH_FREE_VF_PARAMETERS, *PNDIS_NIC_SWITCH_FREE_VF_PARAMETERS;

typedef struct _NDIS_NIC_SWITCH_VF_INFO {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_NIC_SWITCH_ID SwitchId;
    NDIS_VM_NAME VMName;
    NDIS_VM_FRIENDLYNAME VMFriendlyName;
    NDIS_SWITCH_NIC_NAME NicName;
    USHORT MacAddressLength;
    UCHAR PermanentMacAddress[32];
    UCHAR CurrentMacAddress[32];
    NDIS_SRIOV_FUNCTION_ID VFId;
    NDIS_VF_RID RequestorId;
} NDIS_NIC_SWITCH_VF_INFO, *PNDIS_NIC_SWITCH_VF_INFO;

typedef struct _NDIS_NIC_SWITCH_VF_INFO_ARRAY {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_NIC_SWITCH_ID SwitchId;
    ULONG FirstElementOffset;
    ULONG NumElements;
    ULONG ElementSize;
} NDIS_NIC_SWITCH_VF_INFO_ARRAY, *PNDIS_NIC_SWITCH_VF_INFO_ARRAY;

typedef struct _NDIS_SRIOV_CAPABILITIES {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG SriovCapabilities;
} NDIS_SRIOV_CAPABILITIES, *PNDIS_SRIOV_CAPABILITIES;

typedef struct _NDIS_SRIOV_READ_VF_CONFIG_SPACE_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    NDIS_SRIOV_FUNCTION_ID VFId;
    ULONG Offset;
    ULONG Length;
    ULONG BufferOffset;
} NDIS_SRIOV_READ_VF_CONFIG_SPACE_PARAMETERS, *PNDIS_SRIOV_READ_VF_CONFIG_SPACE_PARAMETERS;

typedef struct _NDIS_SRIOV_WRITE_VF_CONFIG_SPACE_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    NDIS_SRIOV_FUNCTION_ID VFId;
    ULONG Offset;
    ULONG Length;
    ULONG BufferOffset;
} NDIS_SRIOV_WRITE_VF_CONFIG_SPACE_PARAMETERS, *PNDIS_SRIOV_WRITE_VF_CONFIG_SPACE_PARAMETERS;

typedef struct _NDIS_SRIOV_READ_VF_CONFIG_BLOCK_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    NDIS_SRIOV_FUNCTION_ID VFId;
    ULONG BlockId;
    ULONG Length;
    ULONG BufferOffset;
} NDIS_SRIOV_READ_VF_CONFIG_BLOCK_PARAMETERS, *PNDIS_SRIOV_READ_VF_CONFIG_BLOCK_PARAMETERS;

typedef struct _NDIS_SRIOV_WRITE_VF_CONFIG_BLOCK_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    NDIS_SRIOV_FUNCTION_ID VFId;
    ULONG BlockId;
    ULONG Length;
    ULONG BufferOffset;
} NDIS_SRIOV_WRITE_VF_CONFIG_BLOCK_PARAMETERS, *PNDIS_SRIOV_WRITE_VF_CONFIG_BLOCK_PARAMETERS;

typedef struct _NDIS_SRIOV_RESET_VF_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    NDIS_SRIOV_FUNCTION_ID VFId;
} NDIS_SRIOV_RESET_VF_PARAMETERS, *PNDIS_SRIOV_RESET_VF_PARAMETERS;

typedef struct _NDIS_SRIOV_SET_VF_POWER_STATE_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    NDIS_SRIOV_FUNCTION_ID VFId;
    NDIS_DEVICE_POWER_STATE PowerState;
    BOOLEAN WakeEnable;
} NDIS_SRIOV_SET_VF_POWER_STATE_PARAMETERS, *PNDIS_SRIOV_SET_VF_POWER_STATE_PARAMETERS;

typedef struct _NDIS_SRIOV_CONFIG_STATE_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG BlockId;
    ULONG Length;
} NDIS_SRIOV_CONFIG_STATE_PARAMETERS, *PNDIS_SRIOV_CONFIG_STATE_PARAMETERS;

typedef struct _NDIS_SRIOV_VF_VENDOR_DEVICE_ID_INFO {
    NDIS_OBJECT_HEADER Header;
    NDIS_SRIOV_FUNCTION_ID VFId;
    USHORT VendorId;
    USHORT DeviceId;
} NDIS_SRIOV_VF_VENDOR_DEVICE_ID_INFO, *PNDIS_SRIOV_VF_VENDOR_DEVICE_ID_INFO;

typedef struct _NDIS_SRIOV_PROBED_BARS_INFO {
    NDIS_OBJECT_HEADER Header;
    ULONG BaseRegisterValuesOffset;
} NDIS_SRIOV_PROBED_BARS_INFO, *PNDIS_SRIOV_PROBED_BARS_INFO;

typedef struct _NDIS_RECEIVE_FILTER_MOVE_FILTER_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    NDIS_RECEIVE_FILTER_ID FilterId;
    NDIS_RECEIVE_QUEUE_ID SourceQueueId;
    NDIS_NIC_SWITCH_VPORT_ID SourceVPortId;
    NDIS_RECEIVE_QUEUE_ID DestQueueId;
    NDIS_NIC_SWITCH_VPORT_ID DestVPortId;
} NDIS_RECEIVE_FILTER_MOVE_FILTER_PARAMETERS, *PNDIS_RECEIVE_FILTER_MOVE_FILTER_PARAMETERS;

typedef struct _NDIS_SRIOV_BAR_RESOURCES_INFO {
    NDIS_OBJECT_HEADER Header;
    NDIS_SRIOV_FUNCTION_ID VFId;
    USHORT BarIndex;
    ULONG BarResourcesOffset;
} NDIS_SRIOV_BAR_RESOURCES_INFO, *PNDIS_SRIOV_BAR_RESOURCES_INFO;

typedef struct _NDIS_SRIOV_PF_LUID_INFO {
    NDIS_OBJECT_HEADER Header;
    LUID Luid;
} NDIS_SRIOV_PF_LUID_INFO, *PNDIS_SRIOV_PF_LUID_INFO;

typedef struct _NDIS_SRIOV_VF_SERIAL_NUMBER_INFO {
    NDIS_OBJECT_HEADER Header;
    ULONG SerialNumber;
} NDIS_SRIOV_VF_SERIAL_NUMBER_INFO, *PNDIS_SRIOV_VF_SERIAL_NUMBER_INFO;

typedef struct _NDIS_SRIOV_VF_INVALIDATE_CONFIG_BLOCK_INFO {
    NDIS_OBJECT_HEADER Header;
    ULONG64 BlockMask;
} NDIS_SRIOV_VF_INVALIDATE_CONFIG_BLOCK_INFO, *PNDIS_SRIOV_VF_INVALIDATE_CONFIG_BLOCK_INFO;

#endif /* NDIS_SUPPORT_NDIS630 */
#if NDIS_SUPPORT_NDIS670

typedef struct _NDIS_SRIOV_OVERLYING_ADAPTER_INFO {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG IfIndex;
    ULONG NdisReserved1;
    ULONG NdisReserved2;
} NDIS_SRIOV_OVERLYING_ADAPTER_INFO, *PNDIS_SRIOV_OVERLYING_ADAPTER_INFO;

#endif /* NDIS_SUPPORT_NDIS670 */
#if NDIS_SUPPORT_NDIS630

typedef struct _NDIS_ISOLATION_NAME {
    USHORT Length;
    WCHAR String[128];
} NDIS_ISOLATION_NAME, *PNDIS_ISOLATION_ID_NAME, *PNDIS_ROUTING_DOMAIN_NAME;

typedef NDIS_ISOLATION_NAME NDIS_ISOLATION_ID_NAME;

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

typedef GUID NDIS_ROUTING_DOMAIN_ID;
typedef NDIS_ISOLATION_NAME NDIS_ROUTING_DOMAIN_NAME;

typedef struct _NDIS_ROUTING_DOMAIN_ENTRY {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_ROUTING_DOMAIN_ID RoutingDomainId;
    NDIS_ROUTING_DOMAIN_NAME RoutingDomainName;
    ULONG NumIsolationEntries;
    ULONG FirstIsolationEntryOffset;
} NDIS_ROUTING_DOMAIN_ENTRY, *PNDIS_ROUTING_DOMAIN_ENTRY;

typedef enum _NDIS_ISOLATION_MODE {
    NdisIsolationModeNone,
    NdisIsolationModeNativeVirtualSubnet,
    NdisIsolationModeExternalVirtualSubnet,
    NdisIsolationModeVlan,
} NDIS_ISOLATION_MODE, *PNDIS_ISOLATION_MODE;

typedef struct _NDIS_ISOLATION_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_ISOLATION_MODE IsolationMode;
    BOOLEAN AllowUntaggedTraffic;
    ULONG NumRoutingDomainEntries;
    ULONG FirstRoutingDomainEntryOffset;
} NDIS_ISOLATION_PARAMETERS, *PNDIS_ISOLATION_PARAMETERS;

typedef struct _NDIS_SWITCH_PORT_PROPERTY_SECURITY {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    BOOLEAN AllowMacSpoofing;
    BOOLEAN AllowIeeePriorityTag;
    UINT32 VirtualSubnetId;
    BOOLEAN AllowTeaming;
#if NDIS_SUPPORT_NDIS640
    UINT32 DynamicIPAddressLimit;
#endif
} NDIS_SWITCH_PORT_PROPERTY_SECURITY, *PNDIS_SWITCH_PORT_PROPERTY_SECURITY;

typedef enum _NDIS_SWITCH_PORT_VLAN_MODE {
    NdisSwitchPortVlanModeUnknown,
    NdisSwitchPortVlanModeAccess,
    NdisSwitchPortVlanModeTrunk,
    NdisSwitchPortVlanModePrivate,
    NdisSwitchPortVlanModeMax,
} NDIS_SWITCH_PORT_VLAN_MODE, *PNDIS_SWITCH_PORT_VLAN_MODE;

typedef enum _NDIS_SWITCH_PORT_PVLAN_MODE {
    NdisSwitchPortPvlanModeUndefined,
    NdisSwitchPortPvlanModeIsolated,
    NdisSwitchPortPvlanModeCommunity,
    NdisSwitchPortPvlanModePromiscuous,
} NDIS_SWITCH_PORT_PVLAN_MODE, *PNDIS_SWITCH_PORT_PVLAN_MODE;

typedef struct _NDIS_SWITCH_PORT_PROPERTY_VLAN {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_SWITCH_PORT_VLAN_MODE OperationMode;
    union {
        struct {
            UINT16 AccessVlanId;
            UINT16 NativeVlanId;
            UINT64 PruneVlanIdArray[64];
            UINT64 TrunkVlanIdArray[64];
        } VlanProperties;
        struct {
            NDIS_SWITCH_PORT_PVLAN_MODE PvlanMode;
            UINT16 PrimaryVlanId;
            union {
                UINT16 SecondaryVlanId;
                UINT64 SecondaryVlanIdArray[64];
            };
        } PvlanProperties;
    };
} NDIS_SWITCH_PORT_PROPERTY_VLAN, *PNDIS_SWITCH_PORT_PROPERTY_VLAN;

#endif /* NDIS_SUPPORT_NDIS630 */
#if NDIS_SUPPORT_NDIS620
typedef NDIS_IF_COUNTED_STRING NDIS_SWITCH_PORT_PROPERTY_PROFILE_NAME;
typedef NDIS_IF_COUNTED_STRING NDIS_VENDOR_NAME;
typedef NDIS_IF_COUNTED_STRING NDIS_SWITCH_PORT_PROPERTY_PROFILE_CDN_LABEL;
#endif /* NDIS_SUPPORT_NDIS620 */
#if NDIS_SUPPORT_NDIS630

typedef struct _NDIS_SWITCH_PORT_PROPERTY_PROFILE {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_SWITCH_PORT_PROPERTY_PROFILE_NAME ProfileName;
    GUID ProfileId;
    NDIS_VENDOR_NAME VendorName;
    GUID VendorId;
    UINT32 ProfileData;
    GUID NetCfgInstanceId;
    struct {
        UINT32 PciSegmentNumber : 16;
        UINT32 PciBusNumber : 8;
        UINT32 PciDeviceNumber : 5;
        UINT32 PciFunctionNumber : 3;
    } PciLocation;
    UINT32 CdnLabelId;
    NDIS_SWITCH_PORT_PROPERTY_PROFILE_CDN_LABEL CdnLabel;
} NDIS_SWITCH_PORT_PROPERTY_PROFILE, *PNDIS_SWITCH_PORT_PROPERTY_PROFILE;

typedef struct _NDIS_SWITCH_PORT_PROPERTY_ISOLATION {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_ISOLATION_MODE IsolationMode;
    BOOLEAN AllowUntaggedTraffic;
    UINT32 DefaultIsolationId;
} NDIS_SWITCH_PORT_PROPERTY_ISOLATION, *PNDIS_SWITCH_PORT_PROPERTY_ISOLATION;

typedef struct _NDIS_SWITCH_PORT_PROPERTY_ROUTING_DOMAIN {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_ROUTING_DOMAIN_ID RoutingDomainId;
    NDIS_ROUTING_DOMAIN_NAME RoutingDomainName;
    ULONG NumIsolationEntries;
    USHORT FirstIsolationEntryOffset;
} NDIS_SWITCH_PORT_PROPERTY_ROUTING_DOMAIN, *PNDIS_SWITCH_PORT_PROPERTY_ROUTING_DOMAIN;

typedef struct _NDIS_SWITCH_PORT_PROPERTY_CUSTOM {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG PropertyBufferLength;
    ULONG PropertyBufferOffset;
} NDIS_SWITCH_PORT_PROPERTY_CUSTOM, *PNDIS_SWITCH_PORT_PROPERTY_CUSTOM;

typedef enum _NDIS_SWITCH_PORT_PROPERTY_TYPE {
    NdisSwitchPortPropertyTypeUndefined,
    NdisSwitchPortPropertyTypeCustom,
    NdisSwitchPortPropertyTypeSecurity,
    NdisSwitchPortPropertyTypeVlan,
    NdisSwitchPortPropertyTypeProfile,
    NdisSwitchPortPropertyTypeIsolation,
    NdisSwitchPortPropertyTypeRoutingDomain,
    NdisSwitchPortPropertyTypeMaximum,
} NDIS_SWITCH_PORT_PROPERTY_TYPE, *PNDIS_SWITCH_PORT_PROPERTY_TYPE;

typedef GUID NDIS_SWITCH_OBJECT_ID;
typedef GUID NDIS_SWITCH_OBJECT_INSTANCE_ID;

typedef struct _NDIS_SWITCH_PORT_PROPERTY_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_SWITCH_PORT_ID PortId;
    NDIS_SWITCH_PORT_PROPERTY_TYPE PropertyType;
    NDIS_SWITCH_OBJECT_ID PropertyId;
    NDIS_SWITCH_OBJECT_VERSION PropertyVersion;
    NDIS_SWITCH_OBJECT_SERIALIZATION_VERSION SerializationVersion;
    NDIS_SWITCH_OBJECT_INSTANCE_ID PropertyInstanceId;
    ULONG PropertyBufferLength;
    ULONG PropertyBufferOffset;
    ULONG Reserved;
} NDIS_SWITCH_PORT_PROPERTY_PARAMETERS, *PNDIS_SWITCH_PORT_PROPERTY_PARAMETERS;

typedef struct _NDIS_SWITCH_PORT_PROPERTY_DELETE_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_SWITCH_PORT_ID PortId;
    NDIS_SWITCH_PORT_PROPERTY_TYPE PropertyType;
    NDIS_SWITCH_OBJECT_ID PropertyId;
    NDIS_SWITCH_OBJECT_INSTANCE_ID PropertyInstanceId;
} NDIS_SWITCH_PORT_PROPERTY_DELETE_PARAMETERS, *PNDIS_SWITCH_PORT_PROPERTY_DELETE_PARAMETERS;

typedef struct _NDIS_SWITCH_PORT_PROPERTY_ENUM_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_SWITCH_PORT_ID PortId;
    NDIS_SWITCH_PORT_PROPERTY_TYPE PropertyType;
    NDIS_SWITCH_OBJECT_ID PropertyId;
    NDIS_SWITCH_OBJECT_SERIALIZATION_VERSION SerializationVersion;
    ULONG FirstPropertyOffset;
    ULONG NumProperties;
    USHORT Reserved;
} NDIS_SWITCH_PORT_PROPERTY_ENUM_PARAMETERS, *PNDIS_SWITCH_PORT_PROPERTY_ENUM_PARAMETERS;

typedef struct _NDIS_SWITCH_PORT_PROPERTY_ENUM_INFO {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_SWITCH_OBJECT_VERSION PropertyVersion;
    NDIS_SWITCH_OBJECT_INSTANCE_ID PropertyInstanceId;
    ULONG QwordAlignedPropertyBufferLength;
    ULONG PropertyBufferLength;
    ULONG PropertyBufferOffset;
} NDIS_SWITCH_PORT_PROPERTY_ENUM_INFO, *PNDIS_SWITCH_PORT_PROPERTY_ENUM_INFO;

typedef enum _NDIS_SWITCH_PORT_FEATURE_STATUS_TYPE {
    NdisSwitchPortFeatureStatusTypeUndefined,
    NdisSwitchPortFeatureStatusTypeCustom,
    NdisSwitchPortFeatureStatusTypeMaximum,
} NDIS_SWITCH_PORT_FEATURE_STATUS_TYPE, *PNDIS_SWITCH_PORT_FEATURE_STATUS_TYPE;

typedef struct _NDIS_SWITCH_PORT_FEATURE_STATUS_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_SWITCH_PORT_ID PortId;
    NDIS_SWITCH_PORT_FEATURE_STATUS_TYPE FeatureStatusType;
    NDIS_SWITCH_OBJECT_ID FeatureStatusId;
    NDIS_SWITCH_OBJECT_VERSION FeatureStatusVersion;
    NDIS_SWITCH_OBJECT_SERIALIZATION_VERSION SerializationVersion;
    NDIS_SWITCH_OBJECT_INSTANCE_ID FeatureStatusInstanceId;
    ULONG FeatureStatusBufferLength;
    ULONG FeatureStatusBufferOffset;
    ULONG Reserved;
} NDIS_SWITCH_PORT_FEATURE_STATUS_PARAMETERS, *PNDIS_SWITCH_PORT_FEATURE_STATUS_PARAMETERS;

typedef struct _NDIS_SWITCH_PORT_FEATURE_STATUS_CUSTOM {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG FeatureStatusBufferLength;
    ULONG FeatureStatusBufferOffset;
} NDIS_SWITCH_PORT_FEATURE_STATUS_CUSTOM, *PNDIS_SWITCH_PORT_FEATURE_STATUS_CUSTOM;

typedef struct _NDIS_SWITCH_PROPERTY_CUSTOM {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG PropertyBufferLength;
    ULONG PropertyBufferOffset;
} NDIS_SWITCH_PROPERTY_CUSTOM, *PNDIS_SWITCH_PROPERTY_CUSTOM;

typedef enum _NDIS_SWITCH_PROPERTY_TYPE {
    NdisSwitchPropertyTypeUndefined,
    NdisSwitchPropertyTypeCustom,
    NdisSwitchPropertyTypeMaximum,
} NDIS_SWITCH_PROPERTY_TYPE, *PNDIS_SWITCH_PROPERTY_TYPE;

typedef struct _NDIS_SWITCH_PROPERTY_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_SWITCH_PROPERTY_TYPE PropertyType;
    NDIS_SWITCH_OBJECT_ID PropertyId;
    NDIS_SWITCH_OBJECT_VERSION PropertyVersion;
    NDIS_SWITCH_OBJECT_SERIALIZATION_VERSION SerializationVersion;
    NDIS_SWITCH_OBJECT_INSTANCE_ID PropertyInstanceId;
    ULONG PropertyBufferLength;
    ULONG PropertyBufferOffset;
} NDIS_SWITCH_PROPERTY_PARAMETERS, *PNDIS_SWITCH_PROPERTY_PARAMETERS;

typedef struct _NDIS_SWITCH_PROPERTY_DELETE_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_SWITCH_PROPERTY_TYPE PropertyType;
    NDIS_SWITCH_OBJECT_ID PropertyId;
    NDIS_SWITCH_OBJECT_INSTANCE_ID PropertyInstanceId;
} NDIS_SWITCH_PROPERTY_DELETE_PARAMETERS, *PNDIS_SWITCH_PROPERTY_DELETE_PARAMETERS;

typedef struct _NDIS_SWITCH_PROPERTY_ENUM_INFO {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_SWITCH_OBJECT_INSTANCE_ID PropertyInstanceId;
    NDIS_SWITCH_OBJECT_VERSION PropertyVersion;
    ULONG QwordAlignedPropertyBufferLength;
    ULONG PropertyBufferLength;
    ULONG PropertyBufferOffset;
} NDIS_SWITCH_PROPERTY_ENUM_INFO, *PNDIS_SWITCH_PROPERTY_ENUM_INFO;

typedef struct _NDIS_SWITCH_PROPERTY_ENUM_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_SWITCH_PROPERTY_TYPE PropertyType;
    NDIS_SWITCH_OBJECT_ID PropertyId;
    NDIS_SWITCH_OBJECT_SERIALIZATION_VERSION SerializationVersion;
    ULONG FirstPropertyOffset;
    ULONG NumProperties;
} NDIS_SWITCH_PROPERTY_ENUM_PARAMETERS, *PNDIS_SWITCH_PROPERTY_ENUM_PARAMETERS;

typedef enum _NDIS_SWITCH_FEATURE_STATUS_TYPE {
    NdisSwitchFeatureStatusTypeUndefined,
    NdisSwitchFeatureStatusTypeCustom,
    NdisSwitchFeatureStatusTypeMaximum,
} NDIS_SWITCH_FEATURE_STATUS_TYPE, *PNDIS_SWITCH_FEATURE_STATUS_TYPE;

typedef struct _NDIS_SWITCH_FEATURE_STATUS_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_SWITCH_FEATURE_STATUS_TYPE FeatureStatusType;
    NDIS_SWITCH_OBJECT_ID FeatureStatusId;
    NDIS_SWITCH_OBJECT_INSTANCE_ID FeatureStatusInstanceId;
    NDIS_SWITCH_OBJECT_VERSION FeatureStatusVersion;
    NDIS_SWITCH_OBJECT_SERIALIZATION_VERSION SerializationVersion;
    ULONG FeatureStatusBufferOffset;
    ULONG FeatureStatusBufferLength;
} NDIS_SWITCH_FEATURE_STATUS_PARAMETERS, *PNDIS_SWITCH_FEATURE_STATUS_PARAMETERS;

typedef struct _NDIS_SWITCH_FEATURE_STATUS_CUSTOM {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG FeatureStatusCustomBufferLength;
    ULONG FeatureStatusCustomBufferOffset;
} NDIS_SWITCH_FEATURE_STATUS_CUSTOM, *PNDIS_SWITCH_FEATURE_STATUS_CUSTOM;

#endif /* NDIS_SUPPORT_NDIS630 */
#if NDIS_SUPPORT_NDIS620
typedef NDIS_IF_COUNTED_STRING NDIS_SWITCH_NAME;
typedef NDIS_IF_COUNTED_STRING NDIS_SWITCH_FRIENDLYNAME;
#endif /* NDIS_SUPPORT_NDIS620 */
#if NDIS_SUPPORT_NDIS630

typedef struct _NDIS_SWITCH_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_SWITCH_NAME SwitchName;
    NDIS_SWITCH_FRIENDLYNAME SwitchFriendlyName;
    UINT32 NumSwitchPorts;
    BOOLEAN IsActive;
} NDIS_SWITCH_PARAMETERS, *PNDIS_SWITCH_PARAMETERS;

#endif /* NDIS_SUPPORT_NDIS630 */
#if NDIS_SUPPORT_NDIS620
typedef NDIS_IF_COUNTED_STRING NDIS_SWITCH_PORT_NAME;
typedef NDIS_IF_COUNTED_STRING NDIS_SWITCH_PORT_FRIENDLYNAME;
#endif /* NDIS_SUPPORT_NDIS620 */
#if NDIS_SUPPORT_NDIS630

typedef enum _NDIS_SWITCH_PORT_TYPE {
    NdisSwitchPortTypeGeneric,
    NdisSwitchPortTypeExternal,
    NdisSwitchPortTypeSynthetic,
    NdisSwitchPortTypeEmulated,
    NdisSwitchPortTypeInternal,
} NDIS_SWITCH_PORT_TYPE;

typedef enum _NDIS_SWITCH_PORT_STATE {
    NdisSwitchPortStateUnknown,
    NdisSwitchPortStateCreated,
    NdisSwitchPortStateTeardown,
    NdisSwitchPortStateDeleted,
} NDIS_SWITCH_PORT_STATE;

typedef struct _NDIS_SWITCH_PORT_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_SWITCH_PORT_ID PortId;
    NDIS_SWITCH_PORT_NAME PortName;
    NDIS_SWITCH_PORT_FRIENDLYNAME PortFriendlyName;
    NDIS_SWITCH_PORT_TYPE PortType;
    BOOLEAN IsValidationPort;
    NDIS_SWITCH_PORT_STATE PortState;
} NDIS_SWITCH_PORT_PARAMETERS, *PNDIS_SWITCH_PORT_PARAMETERS;

typedef struct _NDIS_SWITCH_PORT_ARRAY {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    USHORT FirstElementOffset;
    ULONG NumElements;
    ULONG ElementSize;
} NDIS_SWITCH_PORT_ARRAY, *PNDIS_SWITCH_PORT_ARRAY;

#endif /* NDIS_SUPPORT_NDIS630 */
#if NDIS_SUPPORT_NDIS620
typedef NDIS_IF_COUNTED_STRING NDIS_SWITCH_NIC_FRIENDLYNAME;
#endif /* NDIS_SUPPORT_NDIS620 */
#if NDIS_SUPPORT_NDIS630

typedef enum _NDIS_SWITCH_NIC_TYPE {
    NdisSwitchNicTypeExternal,
    NdisSwitchNicTypeSynthetic,
    NdisSwitchNicTypeEmulated,
    NdisSwitchNicTypeInternal,
} NDIS_SWITCH_NIC_TYPE;

typedef enum _NDIS_SWITCH_NIC_STATE {
    NdisSwitchNicStateUnknown,
    NdisSwitchNicStateCreated,
    NdisSwitchNicStateConnected,
    NdisSwitchNicStateDisconnected,
    NdisSwitchNicStateDeleted,
} NDIS_SWITCH_NIC_STATE;

typedef struct _NDIS_SWITCH_NIC_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_SWITCH_NIC_NAME NicName;
    NDIS_SWITCH_NIC_FRIENDLYNAME NicFriendlyName;
    NDIS_SWITCH_PORT_ID PortId;
    NDIS_SWITCH_NIC_INDEX NicIndex;
    NDIS_SWITCH_NIC_TYPE NicType;
    NDIS_SWITCH_NIC_STATE NicState;
    NDIS_VM_NAME VmName;
    NDIS_VM_FRIENDLYNAME VmFriendlyName;
    GUID NetCfgInstanceId;
    ULONG MTU;
    USHORT NumaNodeId;
    UCHAR PermanentMacAddress[32];
    UCHAR VMMacAddress[32];
    UCHAR CurrentMacAddress[32];
    BOOLEAN VFAssigned;
    ULONG64 NdisReserved[2];
} NDIS_SWITCH_NIC_PARAMETERS, *PNDIS_SWITCH_NIC_PARAMETERS;

typedef struct _NDIS_SWITCH_NIC_ARRAY {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    USHORT FirstElementOffset;
    ULONG NumElements;
    ULONG ElementSize;
} NDIS_SWITCH_NIC_ARRAY, *PNDIS_SWITCH_NIC_ARRAY;

#endif /* NDIS_SUPPORT_NDIS630 */
typedef struct _NDIS_OID_REQUEST NDIS_OID_REQUEST, *PNDIS_OID_REQUEST;
#if NDIS_SUPPORT_NDIS630

typedef struct _NDIS_SWITCH_NIC_OID_REQUEST {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_SWITCH_PORT_ID SourcePortId;
    NDIS_SWITCH_NIC_INDEX SourceNicIndex;
    NDIS_SWITCH_PORT_ID DestinationPortId;
    NDIS_SWITCH_NIC_INDEX DestinationNicIndex;
    PNDIS_OID_REQUEST OidRequest;
} NDIS_SWITCH_NIC_OID_REQUEST, *PNDIS_SWITCH_NIC_OID_REQUEST;

#endif /* NDIS_SUPPORT_NDIS630 */
#if NDIS_SUPPORT_NDIS620
typedef NDIS_IF_COUNTED_STRING NDIS_SWITCH_EXTENSION_FRIENDLYNAME;
#endif /* NDIS_SUPPORT_NDIS620 */
#if NDIS_SUPPORT_NDIS630

typedef struct _NDIS_SWITCH_NIC_SAVE_STATE {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_SWITCH_PORT_ID PortId;
    NDIS_SWITCH_NIC_INDEX NicIndex;
    GUID ExtensionId;
    NDIS_SWITCH_EXTENSION_FRIENDLYNAME ExtensionFriendlyName;
    GUID FeatureClassId;
    USHORT SaveDataSize;
    USHORT SaveDataOffset;
#if NDIS_SUPPORT_NDIS650
    ULONG SaveDataSizeOverflow;
#endif
} NDIS_SWITCH_NIC_SAVE_STATE, *PNDIS_SWITCH_NIC_SAVE_STATE;

#endif /* NDIS_SUPPORT_NDIS630 */

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

typedef struct _NDIS_PORT NDIS_PORT, *PNDIS_PORT;

struct _NDIS_PORT {
    PNDIS_PORT Next;
    PVOID NdisReserved;
    PVOID MiniportReserved;
    PVOID ProtocolReserved;
    NDIS_PORT_CHARACTERISTICS PortCharacteristics;
};

typedef struct _NDIS_PORT_ARRAY {
    NDIS_OBJECT_HEADER Header;
    ULONG NumberOfPorts;
    ULONG OffsetFirstPort;
    ULONG ElementSize;
    NDIS_PORT_CHARACTERISTICS Ports[1];
} NDIS_PORT_ARRAY, *PNDIS_PORT_ARRAY;

#if NDIS_SUPPORT_NDIS650

typedef struct _NDIS_GFP_HEADER_GROUP_EXACT_MATCH_PROFILE {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG HeadersPresent;
    ULONG64 MatchFields;
} NDIS_GFP_HEADER_GROUP_EXACT_MATCH_PROFILE, *PNDIS_GFP_HEADER_GROUP_EXACT_MATCH_PROFILE;

typedef enum _NDIS_GFP_TABLE_TYPE {
    NdisGfpTableTypeUndefined,
    NdisGfpTableTypeWildcardIngress,
    NdisGfpTableTypeWildcardEgress,
    NdisGfpTableTypeExactMatchIngress,
    NdisGfpTableTypeExactMatchEgress,
    NdisGfpTableTypePacketDirect,
    NdisGfpTableTypeMax,
} NDIS_GFP_TABLE_TYPE, *PNDIS_GFP_TABLE_TYPE;

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

typedef struct _NDIS_GFP_ETHERNET_HEADER_FIELDS {
    UINT8 DestinationMacAddress[6];
    UINT8 SourceMacAddress[6];
    UINT16 EthType;
    UINT16 CustomerVlanId;
    UINT16 ProviderVlanId;
    UINT8 Priority;
} NDIS_GFP_ETHERNET_HEADER_FIELDS, *PNDIS_GFP_ETHERNET_HEADER_FIELDS;

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

typedef enum _NDIS_GFP_WILDCARD_MATCH_TYPE {
    NdisGfpWildcardMatchTypeUndefined,
    NdisGfpWildcardMatchTypeEqual,
    NdisGfpWildcardMatchTypeMaskEqual,
    NdisGfpWildcardMatchTypeInRange,
    NdisGfpWildcardMatchTypeMax,
} NDIS_GFP_WILDCARD_MATCH_TYPE, *PNDIS_GFP_WILDCARD_MATCH_TYPE;

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

typedef struct DECLSPEC_ALIGN(8) _NDIS_PD_CONFIG {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    BOOLEAN Enabled;
    ULONG CapabilitiesOffset;
    ULONG CapabilitiesSize;
} NDIS_PD_CONFIG;

typedef struct _NDIS_GFT_TABLE_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_GFT_TABLE_ID TableId;
    NDIS_GFP_TABLE_TYPE TableType;
    NDIS_GFT_TABLE_ID NextTableId;
} NDIS_GFT_TABLE_PARAMETERS, *PNDIS_GFT_TABLE_PARAMETERS;

typedef struct _NDIS_GFT_TABLE_INFO {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_GFT_TABLE_ID TableId;
    NDIS_GFP_TABLE_TYPE TableType;
    NDIS_GFT_TABLE_ID NextTableId;
    ULONG NumFlowEntries;
} NDIS_GFT_TABLE_INFO, *PNDIS_GFT_TABLE_INFO;

typedef struct _NDIS_GFT_TABLE_INFO_ARRAY {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG TableArrayOffset;
    ULONG TableArrayNumElements;
    ULONG TableArrayElementSize;
} NDIS_GFT_TABLE_INFO_ARRAY, *PNDIS_GFT_TABLE_INFO_ARRAY;

typedef struct _NDIS_GFT_DELETE_TABLE_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_GFT_TABLE_ID TableId;
} NDIS_GFT_DELETE_TABLE_PARAMETERS, *PNDIS_GFT_DELETE_TABLE_PARAMETERS;

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

typedef struct _NDIS_GFT_COUNTER_INFO {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_GFT_COUNTER_ID CounterIdStart;
    ULONG NumCounters;
    NDIS_GFT_COUNTER_UPDATE_FREQUENCY CounterUpdateFrequency;
    NDIS_GFT_COUNTER_TYPE CounterType;
    ULONG UpdatePeriod;
} NDIS_GFT_COUNTER_INFO, *PNDIS_GFT_COUNTER_INFO;

typedef struct _NDIS_GFT_COUNTER_INFO_ARRAY {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_GFT_TABLE_ID TableId;
    ULONG CounterInfoArrayOffset;
    ULONG CounterInfoArrayNumElements;
    ULONG CounterInfoArrayElementSize;
} NDIS_GFT_COUNTER_INFO_ARRAY, *PNDIS_GFT_COUNTER_INFO_ARRAY;

typedef struct _NDIS_GFT_COUNTER_VALUE {
    NDIS_GFT_COUNTER_TYPE CounterType;
    union {
        NDIS_GFT_PACKET_COUNTER_VALUE Packets;
        NDIS_GFT_BYTE_COUNTER_VALUE Bytes;
        NDIS_GFT_PACKET_AND_BYTE_COUNTER_VALUE PacketsAndBytes;
    } CounterValue;
} NDIS_GFT_COUNTER_VALUE, *PNDIS_GFT_COUNTER_VALUE;

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

typedef enum _NDIS_GFT_HEADER_GROUP_TRANSPOSITION_ACTION {
    NdisGftHeaderGroupTranspositionActionUndefined,
    NdisGftHeaderGroupTranspositionActionModify,
    NdisGftHeaderGroupTranspositionActionIgnore,
    NdisGftHeaderGroupTranspositionActionPush,
    NdisGftHeaderGroupTranspositionActionPop,
    NdisGftHeaderGroupTranspositionActionMax,
} NDIS_GFT_HEADER_GROUP_TRANSPOSITION_ACTION, *PNDIS_GFT_HEADER_GROUP_TRANSPOSITION_ACTION;

typedef struct _NDIS_GFT_HEADER_GROUP_TRANSPOSITION_PROFILE {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_GFT_HEADER_GROUP_TRANSPOSITION_ACTION Action;
    ULONG HeadersPresent;
    ULONG HeaderFields;
} NDIS_GFT_HEADER_GROUP_TRANSPOSITION_PROFILE, *PNDIS_GFT_HEADER_GROUP_TRANSPOSITION_PROFILE;

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

typedef enum _NDIS_GFT_WILDCARD_ACTION {
    NdisGftWildcardActionUndefined,
    NdisGftWildcardActionAllow,
    NdisGftWildcardActionDrop,
    NdisGftWildcardActionMax,
} NDIS_GFT_WILDCARD_ACTION, *PNDIS_GFT_WILDCARD_ACTION;

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

typedef enum _NDIS_GFT_PROFILE_TYPE {
    NdisGftProfileTypeUndefined,
    NdisGftProfileTypeExactMatch,
    NdisGftProfileTypeHeaderTransposition,
    NdisGftProfileTypeWildcardMatch,
    NdisGftProfileTypeMax,
} NDIS_GFT_PROFILE_TYPE, *PNDIS_GFT_PROFILE_TYPE;

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

typedef struct _NDIS_GFT_PROFILE_INFO_ARRAY {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG ProfileInfoArrayOffset;
    ULONG ProfileInfoArrayNumElements;
    ULONG ProfileInfoArrayElementSize;
} NDIS_GFT_PROFILE_INFO_ARRAY, *PNDIS_GFT_PROFILE_INFO_ARRAY;

typedef struct _NDIS_GFT_DELETE_PROFILE_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_GFP_PROFILE_ID ProfileId;
} NDIS_GFT_DELETE_PROFILE_PARAMETERS, *PNDIS_GFT_DELETE_PROFILE_PARAMETERS;

typedef enum _NDIS_GFT_FLOW_ENTRY_TYPE {
    NdisGftFlowEntryTypeUndefined,
    NdisGftFlowEntryTypeExactMatch,
    NdisGftFlowEntryTypeWildcard,
    NdisGftFlowEntryTypeMax,
} NDIS_GFT_FLOW_ENTRY_TYPE, *PNDIS_GFT_FLOW_ENTRY_TYPE;

typedef struct _NDIS_GFT_FLOW_ENTRY_ARRAY {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_GFT_FLOW_ENTRY_TYPE EntryType;
    ULONG FlowEntryArrayOffset;
    ULONG FlowEntryArrayNumElements;
    ULONG FlowEntryArrayElementSize;
} NDIS_GFT_FLOW_ENTRY_ARRAY, *PNDIS_GFT_FLOW_ENTRY_ARRAY;

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

typedef struct _NDIS_GFT_FLOW_ENTRY_ID_AND_COUNTER {
    NDIS_GFT_FLOW_ENTRY_ID FlowEntryId;
    NDIS_GFT_COUNTER_VALUE CounterValue;
} NDIS_GFT_FLOW_ENTRY_ID_AND_COUNTER, *PNDIS_GFT_FLOW_ENTRY_ID_AND_COUNTER;

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

typedef struct _NDIS_GFT_OFFLOAD_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_NIC_SWITCH_VPORT_ID ExceptionVPortId;
    ULONG CopyLookaheadLength;
    ULONG SampleLookaheadLength;
} NDIS_GFT_OFFLOAD_PARAMETERS, *PNDIS_GFT_OFFLOAD_PARAMETERS;

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

typedef struct _NDIS_GFT_VPORT_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_NIC_SWITCH_VPORT_ID VPortId;
    NDIS_NIC_SWITCH_VPORT_ID ExceptionVPortId;
    ULONG SamplingRate;
    ULONG64 DscpMask;
    ULONG NumDscpMaskCounterObjects;
    NDIS_GFT_COUNTER_ID DscpMaskCounterIdArray[64];
    ULONG64 PriorityMask;
    ULONG NumPriorityMaskCounterObjects;
    NDIS_GFT_COUNTER_ID PriorityMaskCounterIdArray[8];
    USHORT VxLanSrcPortBase;
    USHORT VxLanSrcPortRange;
    ULONG DscpFlags;
} NDIS_GFT_VPORT_PARAMETERS, *PNDIS_GFT_VPORT_PARAMETERS;

typedef enum _NDIS_QOS_SQ_TYPE {
    NdisQosSqTypeUndefined,
    NdisQosSqTypeStandard,
    NdisQosSqTypeGFT,
    NdisQosSqTypeMax,
} NDIS_QOS_SQ_TYPE, *PNDIS_QOS_SQ_TYPE;

typedef struct _NDIS_QOS_SQ_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_QOS_SQ_ID SqId;
    NDIS_QOS_SQ_TYPE SqType;
    BOOLEAN TcEnabledTable[8];
    ULONG TcTransmitBandwidthCapTable[8];
    ULONG TcTransmitBandwidthReservationTable[8];
    ULONG TcReceiveBandwidthCapTable[8];
} NDIS_QOS_SQ_PARAMETERS, *PNDIS_QOS_SQ_PARAMETERS;

typedef struct _NDIS_QOS_SQ_PARAMETERS_ENUM_ARRAY {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_QOS_SQ_TYPE SqType;
    NDIS_QOS_SQ_ID FirstSqId;
    ULONG MaxSqsToReturn;
    ULONG SqParamsArrayOffset;
    ULONG SqParamsArrayNumElements;
    ULONG SqParamsArrayElementSize;
} NDIS_QOS_SQ_PARAMETERS_ENUM_ARRAY, *PNDIS_QOS_SQ_PARAMETERS_ENUM_ARRAY;

typedef struct _NDIS_QOS_OFFLOAD_CAPABILITIES {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG SupportedSqTypes;
    BOOLEAN TransmitCapSupported[8];
    BOOLEAN TransmitReservationSupported[8];
    BOOLEAN ReceiveCapSupported[8];
    BOOLEAN TransmitGftCapSupported[8];
    BOOLEAN ReceiveGftCapSupported[8];
    BOOLEAN TcSupportedTable[8];
    ULONG NumStandardSqsSupported;
    ULONG NumGftSqsSupported;
    ULONG ReservationGranularitySupported;
    ULONG MaxNumSqInputs;
} NDIS_QOS_OFFLOAD_CAPABILITIES, *PNDIS_QOS_OFFLOAD_CAPABILITIES;

#endif /* NDIS_SUPPORT_NDIS650 */
typedef IF_PHYSICAL_ADDRESS NDIS_IF_PHYSICAL_ADDRESS;

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

#if NDIS_SUPPORT_NDIS683

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

typedef struct _NDIS_UDP_RSC_OFFLOAD {
    BOOLEAN Enabled;
} NDIS_UDP_RSC_OFFLOAD, *PNDIS_UDP_RSC_OFFLOAD;

#endif /* NDIS_SUPPORT_NDIS689 */

typedef enum _NDIS_802_11_MEDIA_STREAM_MODE {
    Ndis802_11MediaStreamOff,
    Ndis802_11MediaStreamOn,
} NDIS_802_11_MEDIA_STREAM_MODE, *PNDIS_802_11_MEDIA_STREAM_MODE;

typedef enum _NDIS_802_11_POWER_MODE {
    Ndis802_11PowerModeCAM,
    Ndis802_11PowerModeMAX_PSP,
    Ndis802_11PowerModeFast_PSP,
    Ndis802_11PowerModeMax,
} NDIS_802_11_POWER_MODE, *PNDIS_802_11_POWER_MODE;

typedef enum _NDIS_802_11_PRIVACY_FILTER {
    Ndis802_11PrivFilterAcceptAll,
    Ndis802_11PrivFilter8021xWEP,
} NDIS_802_11_PRIVACY_FILTER, *PNDIS_802_11_PRIVACY_FILTER;

typedef enum _NDIS_802_11_RADIO_STATUS {
    Ndis802_11RadioStatusOn,
    Ndis802_11RadioStatusHardwareOff,
    Ndis802_11RadioStatusSoftwareOff,
    Ndis802_11RadioStatusHardwareSoftwareOff,
    Ndis802_11RadioStatusMax,
} NDIS_802_11_RADIO_STATUS, *PNDIS_802_11_RADIO_STATUS;

typedef enum _NDIS_802_11_RELOAD_DEFAULTS {
    Ndis802_11ReloadWEPKeys,
} NDIS_802_11_RELOAD_DEFAULTS, *PNDIS_802_11_RELOAD_DEFAULTS;

typedef enum _NDIS_802_5_RING_STATE {
    NdisRingStateOpened = 1,
    NdisRingStateClosed,
    NdisRingStateOpening,
    NdisRingStateClosing,
    NdisRingStateOpenFailure,
    NdisRingStateRingFailure,
} NDIS_802_5_RING_STATE, *PNDIS_802_5_RING_STATE;

typedef enum _NDIS_FDDI_ATTACHMENT_TYPE {
    NdisFddiTypeIsolated = 1,
    NdisFddiTypeLocalA,
    NdisFddiTypeLocalB,
    NdisFddiTypeLocalAB,
    NdisFddiTypeLocalS,
    NdisFddiTypeWrapA,
    NdisFddiTypeWrapB,
    NdisFddiTypeWrapAB,
    NdisFddiTypeWrapS,
    NdisFddiTypeCWrapA,
    NdisFddiTypeCWrapB,
    NdisFddiTypeCWrapS,
    NdisFddiTypeThrough,
} NDIS_FDDI_ATTACHMENT_TYPE, *PNDIS_FDDI_ATTACHMENT_TYPE;

typedef enum _NDIS_FDDI_LCONNECTION_STATE {
    NdisFddiStateOff = 1,
    NdisFddiStateBreak,
    NdisFddiStateTrace,
    NdisFddiStateConnect,
    NdisFddiStateNext,
    NdisFddiStateSignal,
    NdisFddiStateJoin,
    NdisFddiStateVerify,
    NdisFddiStateActive,
    NdisFddiStateMaintenance,
} NDIS_FDDI_LCONNECTION_STATE, *PNDIS_FDDI_LCONNECTION_STATE;

typedef enum _NDIS_FDDI_RING_MGT_STATE {
    NdisFddiRingIsolated = 1,
    NdisFddiRingNonOperational,
    NdisFddiRingOperational,
    NdisFddiRingDetect,
    NdisFddiRingNonOperationalDup,
    NdisFddiRingOperationalDup,
    NdisFddiRingDirected,
    NdisFddiRingTrace,
} NDIS_FDDI_RING_MGT_STATE, *PNDIS_FDDI_RING_MGT_STATE;

#if NDIS_SUPPORT_NDIS650

typedef enum _NDIS_GFT_COUNTER_VALUE_QUERY_METHOD {
    NdisGftQueryValueQueryMethodUndefined,
    NdisGftQueryValueQueryMethodUsingCounterIds,
    NdisGftQueryValueQueryMethodUsingFlowEntryIds,
    NdisGftQueryValueQueryMethodVPortFlowEntries,
    NdisGftQueryValueQueryMethodAllFlowEntries,
    NdisGftQueryValueQueryMethodMax,
} NDIS_GFT_COUNTER_VALUE_QUERY_METHOD, *PNDIS_GFT_COUNTER_VALUE_QUERY_METHOD;

#endif /* NDIS_SUPPORT_NDIS650 */

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

typedef enum _NDIS_WAN_HEADER_FORMAT {
    NdisWanHeaderNative,
    NdisWanHeaderEthernet,
} NDIS_WAN_HEADER_FORMAT, *PNDIS_WAN_HEADER_FORMAT;

typedef enum _NDIS_WAN_MEDIUM_SUBTYPE {
    NdisWanMediumHub,
    NdisWanMediumX_25,
    NdisWanMediumIsdn,
    NdisWanMediumSerial,
    NdisWanMediumFrameRelay,
    NdisWanMediumAtm,
    NdisWanMediumSonet,
    NdisWanMediumSW56K,
    NdisWanMediumPPTP,
    NdisWanMediumL2TP,
    NdisWanMediumIrda,
    NdisWanMediumParallel,
    NdisWanMediumPppoe,
    NdisWanMediumSSTP,
    NdisWanMediumAgileVPN,
    NdisWanMediumGre,
    NdisWanMediumSubTypeMax,
} NDIS_WAN_MEDIUM_SUBTYPE, *PNDIS_WAN_MEDIUM_SUBTYPE;

typedef enum _NDIS_WAN_QUALITY {
    NdisWanRaw,
    NdisWanErrorControl,
    NdisWanReliable,
} NDIS_WAN_QUALITY, *PNDIS_WAN_QUALITY;

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

#if NDIS_SUPPORT_NDIS650
typedef ULONG *PNDIS_GFP_PROFILE_ID;
typedef ULONG *PNDIS_GFT_COUNTER_ID;
typedef ULONG *PNDIS_GFT_CUSTOM_ACTION_TYPE;
typedef ULONG_PTR *PNDIS_GFT_FLOW_ENTRY_ID;
typedef ULONG *PNDIS_GFT_TABLE_ID;
#endif /* NDIS_SUPPORT_NDIS650 */
typedef IF_COUNTED_STRING *PNDIS_IF_COUNTED_STRING;
typedef IF_PHYSICAL_ADDRESS *PNDIS_IF_PHYSICAL_ADDRESS;
typedef NET_IF_MEDIA_CONNECT_STATE *PNDIS_MEDIA_CONNECT_STATE;
typedef NET_IF_MEDIA_DUPLEX_STATE *PNDIS_MEDIA_DUPLEX_STATE;
#if NDIS_SUPPORT_NDIS630
typedef NDIS_IF_COUNTED_STRING *PNDIS_NIC_SWITCH_FRIENDLYNAME;
#endif /* NDIS_SUPPORT_NDIS630 */
#if NDIS_SUPPORT_NDIS620
typedef ULONG *PNDIS_NIC_SWITCH_ID;
#endif /* NDIS_SUPPORT_NDIS620 */
#if NDIS_SUPPORT_NDIS630
typedef ULONG *PNDIS_NIC_SWITCH_VPORT_ID;
#endif /* NDIS_SUPPORT_NDIS630 */
typedef ULONG *PNDIS_OID;
typedef PNDIS_PORT_CONTROL_STATE PNDIS_PORT_CONTROLL_STATE;
typedef ULONG *PNDIS_PORT_NUMBER;
#if NDIS_SUPPORT_NDIS650
typedef ULONG *PNDIS_QOS_SQ_ID;
#endif /* NDIS_SUPPORT_NDIS650 */
#if NDIS_SUPPORT_NDIS620
typedef NDIS_IF_COUNTED_STRING *PNDIS_QUEUE_NAME;
typedef ULONG *PNDIS_RECEIVE_FILTER_ID;
typedef ULONG *PNDIS_RECEIVE_QUEUE_GROUP_ID;
typedef ULONG *PNDIS_RECEIVE_QUEUE_ID;
#endif /* NDIS_SUPPORT_NDIS620 */
#if NDIS_SUPPORT_NDIS630
typedef GUID *PNDIS_ROUTING_DOMAIN_ID;
typedef USHORT *PNDIS_SRIOV_FUNCTION_ID;
#endif /* NDIS_SUPPORT_NDIS630 */
typedef __unaligned NDIS_STATISTICS_VALUE *PNDIS_STATISTICS_VALUE;
typedef __unaligned NDIS_STATISTICS_VALUE_EX *PNDIS_STATISTICS_VALUE_EX;
#if NDIS_SUPPORT_NDIS620
typedef NDIS_IF_COUNTED_STRING *PNDIS_SWITCH_EXTENSION_FRIENDLYNAME;
typedef NDIS_IF_COUNTED_STRING *PNDIS_SWITCH_FRIENDLYNAME;
typedef NDIS_IF_COUNTED_STRING *PNDIS_SWITCH_NAME;
typedef NDIS_IF_COUNTED_STRING *PNDIS_SWITCH_NIC_FRIENDLYNAME;
#endif /* NDIS_SUPPORT_NDIS620 */
#if NDIS_SUPPORT_NDIS630
typedef USHORT *PNDIS_SWITCH_NIC_INDEX;
#endif /* NDIS_SUPPORT_NDIS630 */
#if NDIS_SUPPORT_NDIS620
typedef NDIS_IF_COUNTED_STRING *PNDIS_SWITCH_NIC_NAME;
#endif /* NDIS_SUPPORT_NDIS620 */
#if NDIS_SUPPORT_NDIS630
typedef GUID *PNDIS_SWITCH_OBJECT_ID;
typedef GUID *PNDIS_SWITCH_OBJECT_INSTANCE_ID;
typedef USHORT *PNDIS_SWITCH_OBJECT_SERIALIZATION_VERSION;
typedef USHORT *PNDIS_SWITCH_OBJECT_VERSION;
#endif /* NDIS_SUPPORT_NDIS630 */
#if NDIS_SUPPORT_NDIS620
typedef NDIS_IF_COUNTED_STRING *PNDIS_SWITCH_PORT_FRIENDLYNAME;
#endif /* NDIS_SUPPORT_NDIS620 */
#if NDIS_SUPPORT_NDIS630
typedef UINT32 *PNDIS_SWITCH_PORT_ID;
#endif /* NDIS_SUPPORT_NDIS630 */
#if NDIS_SUPPORT_NDIS620
typedef NDIS_IF_COUNTED_STRING *PNDIS_SWITCH_PORT_NAME;
typedef NDIS_IF_COUNTED_STRING *PNDIS_SWITCH_PORT_PROPERTY_PROFILE_CDN_LABEL;
typedef NDIS_IF_COUNTED_STRING *PNDIS_SWITCH_PORT_PROPERTY_PROFILE_NAME;
typedef NDIS_IF_COUNTED_STRING *PNDIS_VENDOR_NAME;
#endif /* NDIS_SUPPORT_NDIS620 */
#if NDIS_SUPPORT_NDIS630
typedef ULONG *PNDIS_VF_RID;
#endif /* NDIS_SUPPORT_NDIS630 */
#if NDIS_SUPPORT_NDIS620
typedef NDIS_IF_COUNTED_STRING *PNDIS_VM_FRIENDLYNAME;
typedef NDIS_IF_COUNTED_STRING *PNDIS_VM_NAME;
#endif /* NDIS_SUPPORT_NDIS620 */
#if NDIS_SUPPORT_NDIS630
typedef NDIS_IF_COUNTED_STRING *PNDIS_VPORT_NAME;
#endif

/* The hash information word of receive side scaling: type bits and function bits. */
#define NDIS_RSS_HASH_FUNC_FROM_HASH_INFO(_HashInfo) ((_HashInfo) & NDIS_HASH_FUNCTION_MASK)
#define NDIS_RSS_HASH_TYPE_FROM_HASH_INFO(_HashInfo) ((_HashInfo) & NDIS_HASH_TYPE_MASK)
#define NDIS_RSS_HASH_INFO_FROM_TYPE_AND_FUNC(_HashType, _HashFunction) ((_HashType) | (_HashFunction))
#define NDIS_MAKE_NET_LUID(_pNetLuid, _IfType, _NetLuidIndex)                                                                                     \
    do {                                                                                                                                          \
        (_pNetLuid)->Info.IfType = (_IfType);                                                                                                     \
        (_pNetLuid)->Info.NetLuidIndex = (_NetLuidIndex);                                                                                         \
        (_pNetLuid)->Info.Reserved = 0;                                                                                                           \
    } while (0)
#if NDIS_SUPPORT_NDIS630
/* Arrays whose element size the header carries: walk by that size, never by sizeof. */
#define NDIS_SWITCH_PORT_AT_ARRAY_INDEX(_PortArray_, _Index_)                                                                                     \
    ((PNDIS_SWITCH_PORT_PARAMETERS)((PUCHAR)(_PortArray_) + (_PortArray_)->FirstElementOffset + (_Index_) * (_PortArray_)->ElementSize))
#define NDIS_SWITCH_NIC_AT_ARRAY_INDEX(_NicArray_, _Index_)                                                                                       \
    ((PNDIS_SWITCH_NIC_PARAMETERS)((PUCHAR)(_NicArray_) + (_NicArray_)->FirstElementOffset + (_Index_) * (_NicArray_)->ElementSize))
#define NDIS_SWITCH_PORT_PROPERTY_PARAMETERS_GET_PROPERTY(_PortParameters_) ((PVOID)((PUCHAR)(_PortParameters_) + (_PortParameters_)->PropertyBufferOffset))
#define NDIS_SWITCH_PROPERTY_PARAMETERS_GET_PROPERTY(_SwitchParameters_) ((PVOID)((PUCHAR)(_SwitchParameters_) + (_SwitchParameters_)->PropertyBufferOffset))
#define NDIS_SWITCH_PORT_PROPERTY_ENUM_PARAMETERS_GET_FIRST_INFO(_PortEnumParams_)                                                                \
    ((PNDIS_SWITCH_PORT_PROPERTY_ENUM_INFO)((PUCHAR)(_PortEnumParams_) + (_PortEnumParams_)->FirstPropertyOffset))
#define NDIS_SWITCH_PORT_PROPERTY_ENUM_INFO_GET_NEXT(_PortEnumInfo_)                                                                              \
    ((PNDIS_SWITCH_PORT_PROPERTY_ENUM_INFO)((PUCHAR)(_PortEnumInfo_) + (_PortEnumInfo_)->QwordAlignedPropertyBufferLength + sizeof(*(_PortEnumInfo_))))
#define NDIS_SWITCH_PORT_PROPERTY_ENUM_INFO_GET_PROPERTY(_PortEnumInfo_) ((PVOID)((PUCHAR)(_PortEnumInfo_) + (_PortEnumInfo_)->PropertyBufferOffset))
#define NDIS_SWITCH_PROPERTY_ENUM_PARAMETERS_GET_FIRST_INFO(_SwitchEnumParams_)                                                                   \
    ((PNDIS_SWITCH_PROPERTY_ENUM_INFO)((PUCHAR)(_SwitchEnumParams_) + (_SwitchEnumParams_)->FirstPropertyOffset))
#define NDIS_SWITCH_PROPERTY_ENUM_INFO_GET_NEXT(_SwitchEnumInfo_)                                                                                 \
    ((PNDIS_SWITCH_PROPERTY_ENUM_INFO)((PUCHAR)(_SwitchEnumInfo_) + (_SwitchEnumInfo_)->QwordAlignedPropertyBufferLength + sizeof(*(_SwitchEnumInfo_))))
#define NDIS_SWITCH_PROPERTY_ENUM_INFO_GET_PROPERTY(_SwitchEnumInfo_) ((PVOID)((PUCHAR)(_SwitchEnumInfo_) + (_SwitchEnumInfo_)->PropertyBufferOffset))
#define NDIS_SWITCH_PORT_PROPERTY_CUSTOM_GET_BUFFER(_PortPropertyCustom_)                                                                         \
    ((PVOID)((PUCHAR)(_PortPropertyCustom_) + (_PortPropertyCustom_)->PropertyBufferOffset))
#define NDIS_SWITCH_PROPERTY_CUSTOM_GET_BUFFER(_SwitchPropertyCustom_) ((PVOID)((PUCHAR)(_SwitchPropertyCustom_) + (_SwitchPropertyCustom_)->PropertyBufferOffset))
#define NDIS_SWITCH_CREATE_PROPERTY_VERSION(_VersionMajor_, _VersionMinor_) ((NDIS_SWITCH_OBJECT_VERSION)(((_VersionMajor_) << 8) + (_VersionMinor_)))
#define NDIS_SWITCH_CREATE_FEATURE_STATUS_VERSION(_VersionMajor_, _VersionMinor_) NDIS_SWITCH_CREATE_PROPERTY_VERSION(_VersionMajor_, _VersionMinor_)
#endif
/* Revisions after the 6.80 kit. learn.microsoft.com/windows-hardware/drivers/ddi/ntddndis/ns-ntddndis-_ndis_offload, .../ns-ntddndis-_ndis_offload_parameters */
#if NDIS_SUPPORT_NDIS683
#define NDIS_OFFLOAD_REVISION_6 6
#define NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_6 RTL_SIZEOF_THROUGH_FIELD(NDIS_OFFLOAD, UdpSegmentation)
#define NDIS_OFFLOAD_PARAMETERS_REVISION_5 5
#define NDIS_SIZEOF_OFFLOAD_PARAMETERS_REVISION_5 RTL_SIZEOF_THROUGH_FIELD(NDIS_OFFLOAD_PARAMETERS, UdpSegmentation.IPv6)
#define NDIS_OFFLOAD_PARAMETERS_UDP_SEG_DISABLED 1
#define NDIS_OFFLOAD_PARAMETERS_UDP_SEG_ENABLED 2
#endif
#if NDIS_SUPPORT_NDIS689
#define NDIS_OFFLOAD_REVISION_7 7
#define NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_7 RTL_SIZEOF_THROUGH_FIELD(NDIS_OFFLOAD, UdpRsc)
#define NDIS_OFFLOAD_PARAMETERS_REVISION_6 6
#define NDIS_SIZEOF_OFFLOAD_PARAMETERS_REVISION_6 RTL_SIZEOF_THROUGH_FIELD(NDIS_OFFLOAD_PARAMETERS, UdpRsc)
#define NDIS_OFFLOAD_PARAMETERS_UDP_RSC_NO_CHANGE 0
#define NDIS_OFFLOAD_PARAMETERS_UDP_RSC_DISABLED 1
#define NDIS_OFFLOAD_PARAMETERS_UDP_RSC_ENABLED 2
#endif
#if NDIS_SUPPORT_NDIS630
#define NDIS_ISOLATION_PARAMETERS_GET_FIRST_ROUTING_DOMAIN_ENTRY(_MultiTenancyInfo_)                                                              \
    ((PNDIS_ROUTING_DOMAIN_ENTRY)((PUCHAR)(_MultiTenancyInfo_) + (_MultiTenancyInfo_)->FirstRoutingDomainEntryOffset))
#define NDIS_ROUTING_DOMAIN_ENTRY_GET_FIRST_ISOLATION_ENTRY(_RoutingDomainEntry_)                                                                 \
    ((PNDIS_ROUTING_DOMAIN_ISOLATION_ENTRY)((PUCHAR)(_RoutingDomainEntry_) + (_RoutingDomainEntry_)->FirstIsolationEntryOffset))
#define NDIS_ROUTING_DOMAIN_ISOLATION_ENTRY_GET_NEXT(_IsolationInfoEntry_)                                                                        \
    ((PNDIS_ROUTING_DOMAIN_ISOLATION_ENTRY)((PUCHAR)(_IsolationInfoEntry_) + (_IsolationInfoEntry_)->Header.Size))
#define NDIS_ROUTING_DOMAIN_ENTRY_GET_NEXT(_RoutingDomainEntry_)                                                                                  \
    ((PNDIS_ROUTING_DOMAIN_ENTRY)((PUCHAR)(_RoutingDomainEntry_) + (_RoutingDomainEntry_)->FirstIsolationEntryOffset +                            \
                                  (_RoutingDomainEntry_)->NumIsolationEntries * sizeof(NDIS_ROUTING_DOMAIN_ISOLATION_ENTRY)))
#define NDIS_SWITCH_PORT_PROPERTY_ROUTING_DOMAIN_GET_FIRST_ISOLATION_ENTRY(_RoutingDomainProperty_)                                               \
    ((PNDIS_ROUTING_DOMAIN_ISOLATION_ENTRY)((PUCHAR)(_RoutingDomainProperty_) + (_RoutingDomainProperty_)->FirstIsolationEntryOffset))
/* Network Direct kernel interface: one bit per counter, and the size of a table of n entries. */
#define NDIS_NDK_PERFORMANCE_COUNTER_MASK(CounterFieldName) (((ULONG64)1) << (FIELD_OFFSET(NDIS_NDK_PERFORMANCE_COUNTERS, CounterFieldName) / sizeof(ULONG64)))
#define NDIS_SIZEOF_NDK_CONNECTIONS_REVISION_1(n) (FIELD_OFFSET(NDIS_NDK_CONNECTIONS, Connections) + (n) * sizeof(NDIS_NDK_CONNECTION_ENTRY))
#define NDIS_SIZEOF_NDK_LOCAL_ENDPOINTS_REVISION_1(n) (FIELD_OFFSET(NDIS_NDK_LOCAL_ENDPOINTS, LocalEndpoints) + (n) * sizeof(NDIS_NDK_LOCAL_ENDPOINT))
#endif

#endif
