/* ifdef.h: network interface types: NET_LUID, indexes, states. */
#ifndef FLUE_DDI_IFDEF_H
#define FLUE_DDI_IFDEF_H

#include <ntdef.h>
#include <ipifcons.h>

#define NET_IF_COMPARTMENT_ID_UNSPECIFIED                       0
#define NET_IF_COMPARTMENT_ID_PRIMARY                           1
#define NET_IF_OPER_STATUS_DOWN_NOT_AUTHENTICATED               1
#define NET_IF_OPER_STATUS_DOWN_NOT_MEDIA_CONNECTED             2
#define NET_IF_OPER_STATUS_DORMANT_PAUSED                       4
#define NET_IF_OPER_STATUS_DORMANT_LOW_POWER                    8
#define NET_IF_COMPARTMENT_SCOPE_UNSPECIFIED                    0
#define NET_IF_COMPARTMENT_SCOPE_ALL                            0xFFFFFFFF
#define NET_IF_OID_IF_ALIAS                                     1
#define NET_IF_OID_COMPARTMENT_ID                               2
#define NET_IF_OID_NETWORK_GUID                                 3
#define NET_IF_OID_IF_ENTRY                                     4
#define NET_SITEID_UNSPECIFIED                                  0
#define NET_SITEID_MAXUSER                                      0x07FFFFFF
#define NET_SITEID_MAXSYSTEM                                    0x0FFFFFFF
#define NET_IFINDEX_UNSPECIFIED                                 0
#define NET_IFLUID_UNSPECIFIED                                  0
#define IFI_UNSPECIFIED                                         0
#define NIIF_HARDWARE_INTERFACE                                 1
#define NIIF_FILTER_INTERFACE                                   2
#define NIIF_NDIS_RESERVED1                                     4
#define NIIF_NDIS_RESERVED2                                     8
#define NIIF_NDIS_RESERVED3                                     0x10
#define NIIF_NDIS_WDM_INTERFACE                                 0x20
#define NIIF_NDIS_ENDPOINT_INTERFACE                            0x40
#define NIIF_NDIS_ISCSI_INTERFACE                               0x80
#define NIIF_NDIS_RESERVED4                                     0x00000100
#define NIIF_WAN_TUNNEL_TYPE_UNKNOWN                            0xFFFFFFFF
#define NET_IF_LINK_SPEED_UNKNOWN                               0xFFFFFFFFFFFFFFFFULL
#define NIIF_BUS_NUMBER_UNKNOWN                                 0xFFFFFFFF
#define NIIF_SLOT_NUMBER_UNKNOWN                                0xFFFFFFFF
#define NIIF_FUNCTION_NUMBER_UNKNOWN                            0xFFFFFFFF
#define IF_MAX_STRING_SIZE                                      0x00000100
#define IF_MAX_PHYS_ADDRESS_LENGTH                              0x20

typedef ULONG NET_IFINDEX;
typedef NET_IFINDEX IF_INDEX;
typedef UINT16 NET_IFTYPE;
typedef UINT32 NET_IF_COMPARTMENT_ID;
typedef UINT32 NET_IF_COMPARTMENT_SCOPE;
typedef ULONG32 NET_IF_OBJECT_ID;

typedef enum _NET_IF_RCV_ADDRESS_TYPE {
    NET_IF_RCV_ADDRESS_TYPE_OTHER = 1,
    NET_IF_RCV_ADDRESS_TYPE_VOLATILE,
    NET_IF_RCV_ADDRESS_TYPE_NON_VOLATILE,
} NET_IF_RCV_ADDRESS_TYPE, *PNET_IF_RCV_ADDRESS_TYPE;

typedef struct _NET_IF_RCV_ADDRESS_LH {
    NET_IF_RCV_ADDRESS_TYPE ifRcvAddressType;
    USHORT ifRcvAddressLength;
    USHORT ifRcvAddressOffset;
} NET_IF_RCV_ADDRESS_LH, *PNET_IF_RCV_ADDRESS_LH;

typedef struct _NET_IF_ALIAS_LH {
    USHORT ifAliasLength;
    USHORT ifAliasOffset;
} NET_IF_ALIAS_LH, *PNET_IF_ALIAS_LH;

typedef union _NET_LUID_LH {
    ULONG64 Value;
    struct {
        ULONG64 Reserved : 24;
        ULONG64 NetLuidIndex : 24;
        ULONG64 IfType : 16;
    } Info;
} NET_LUID_LH, *PNET_LUID_LH;

typedef struct _NET_PHYSICAL_LOCATION_LH {
    ULONG BusNumber;
    ULONG SlotNumber;
    ULONG FunctionNumber;
} NET_PHYSICAL_LOCATION_LH, *PNET_PHYSICAL_LOCATION_LH;

typedef struct _IF_COUNTED_STRING_LH {
    USHORT Length;
    WCHAR String[257];
} IF_COUNTED_STRING_LH, *PIF_COUNTED_STRING_LH;

typedef struct _IF_PHYSICAL_ADDRESS_LH {
    USHORT Length;
    UCHAR Address[32];
} IF_PHYSICAL_ADDRESS_LH, *PIF_PHYSICAL_ADDRESS_LH;

typedef enum _NET_IF_OPER_STATUS {
    NET_IF_OPER_STATUS_UP = 1,
    NET_IF_OPER_STATUS_DOWN,
    NET_IF_OPER_STATUS_TESTING,
    NET_IF_OPER_STATUS_UNKNOWN,
    NET_IF_OPER_STATUS_DORMANT,
    NET_IF_OPER_STATUS_NOT_PRESENT,
    NET_IF_OPER_STATUS_LOWER_LAYER_DOWN,
} NET_IF_OPER_STATUS, *PNET_IF_OPER_STATUS;

typedef enum _NET_IF_MEDIA_CONNECT_STATE {
    MediaConnectStateUnknown,
    MediaConnectStateConnected,
    MediaConnectStateDisconnected,
} NET_IF_MEDIA_CONNECT_STATE, *PNET_IF_MEDIA_CONNECT_STATE;

typedef enum _NET_IF_MEDIA_DUPLEX_STATE {
    MediaDuplexStateUnknown,
    MediaDuplexStateHalf,
    MediaDuplexStateFull,
} NET_IF_MEDIA_DUPLEX_STATE, *PNET_IF_MEDIA_DUPLEX_STATE;

typedef struct _NDIS_INTERFACE_INFORMATION {
    NET_IF_OPER_STATUS ifOperStatus;
    ULONG ifOperStatusFlags;
    NET_IF_MEDIA_CONNECT_STATE MediaConnectState;
    NET_IF_MEDIA_DUPLEX_STATE MediaDuplexState;
    ULONG ifMtu;
    BOOLEAN ifPromiscuousMode;
    BOOLEAN ifDeviceWakeUpEnable;
    ULONG64 XmitLinkSpeed;
    ULONG64 RcvLinkSpeed;
    ULONG64 ifLastChange;
    ULONG64 ifCounterDiscontinuityTime;
    ULONG64 ifInUnknownProtos;
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
    NET_IF_COMPARTMENT_ID CompartmentId;
    ULONG SupportedStatistics;
} NDIS_INTERFACE_INFORMATION, *PNDIS_INTERFACE_INFORMATION;

typedef GUID NET_IF_NETWORK_GUID;
typedef NET_IF_RCV_ADDRESS_LH NET_IF_RCV_ADDRESS;
typedef NET_IF_ALIAS_LH NET_IF_ALIAS;
typedef NET_LUID_LH NET_LUID;
typedef NET_LUID IF_LUID;
typedef NET_PHYSICAL_LOCATION_LH NET_PHYSICAL_LOCATION;
typedef IF_COUNTED_STRING_LH IF_COUNTED_STRING;
typedef IF_PHYSICAL_ADDRESS_LH IF_PHYSICAL_ADDRESS;

typedef enum _IF_ADMINISTRATIVE_STATE {
    IF_ADMINISTRATIVE_DISABLED,
    IF_ADMINISTRATIVE_ENABLED,
    IF_ADMINISTRATIVE_DEMANDDIAL,
} IF_ADMINISTRATIVE_STATE, *PIF_ADMINISTRATIVE_STATE;

typedef enum IF_OPER_STATUS {
    IfOperStatusUp = 1,
    IfOperStatusDown,
    IfOperStatusTesting,
    IfOperStatusUnknown,
    IfOperStatusDormant,
    IfOperStatusNotPresent,
    IfOperStatusLowerLayerDown,
} IF_OPER_STATUS;

typedef enum _NET_IF_ACCESS_TYPE {
    NET_IF_ACCESS_LOOPBACK = 1,
    NET_IF_ACCESS_BROADCAST,
    NET_IF_ACCESS_POINT_TO_POINT,
    NET_IF_ACCESS_POINT_TO_MULTI_POINT,
    NET_IF_ACCESS_MAXIMUM,
} NET_IF_ACCESS_TYPE, *PNET_IF_ACCESS_TYPE;

typedef enum _NET_IF_ADMIN_STATUS {
    NET_IF_ADMIN_STATUS_UP = 1,
    NET_IF_ADMIN_STATUS_DOWN,
    NET_IF_ADMIN_STATUS_TESTING,
} NET_IF_ADMIN_STATUS, *PNET_IF_ADMIN_STATUS;

typedef enum _NET_IF_CONNECTION_TYPE {
    NET_IF_CONNECTION_DEDICATED = 1,
    NET_IF_CONNECTION_PASSIVE,
    NET_IF_CONNECTION_DEMAND,
    NET_IF_CONNECTION_MAXIMUM,
} NET_IF_CONNECTION_TYPE, *PNET_IF_CONNECTION_TYPE;

typedef enum _NET_IF_DIRECTION_TYPE {
    NET_IF_DIRECTION_SENDRECEIVE,
    NET_IF_DIRECTION_SENDONLY,
    NET_IF_DIRECTION_RECEIVEONLY,
    NET_IF_DIRECTION_MAXIMUM,
} NET_IF_DIRECTION_TYPE, *PNET_IF_DIRECTION_TYPE;

typedef IF_COUNTED_STRING *PIF_COUNTED_STRING;
typedef NET_IFINDEX *PIF_INDEX;
typedef NET_LUID *PIF_LUID;
typedef IF_PHYSICAL_ADDRESS *PIF_PHYSICAL_ADDRESS;
typedef ULONG *PNET_IFINDEX;
typedef UINT16 *PNET_IFTYPE;
typedef NET_IF_ALIAS *PNET_IF_ALIAS;
typedef UINT32 *PNET_IF_COMPARTMENT_ID;
typedef UINT32 *PNET_IF_COMPARTMENT_SCOPE;
typedef GUID *PNET_IF_NETWORK_GUID;
typedef ULONG32 *PNET_IF_OBJECT_ID;
typedef NET_IF_RCV_ADDRESS *PNET_IF_RCV_ADDRESS;
typedef NET_LUID *PNET_LUID;
typedef NET_PHYSICAL_LOCATION *PNET_PHYSICAL_LOCATION;

typedef enum TUNNEL_TYPE {
    TUNNEL_TYPE_NONE,
    TUNNEL_TYPE_OTHER,
    TUNNEL_TYPE_DIRECT,
    TUNNEL_TYPE_6TO4 = 11,
    TUNNEL_TYPE_ISATAP = 13,
    TUNNEL_TYPE_TEREDO,
    TUNNEL_TYPE_IPHTTPS,
} TUNNEL_TYPE, *PTUNNEL_TYPE;

#endif
