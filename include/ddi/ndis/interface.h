/*
 * ndis/interface.h: network interfaces (NDIS as an interface provider), ports.
 * learn.microsoft.com/windows-hardware/drivers/network/ndis-network-interfaces2
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/ndis/ + nf-ndis-<function>, ns-ndis-_<structure>, ne-ndis-_<enumeration>, nc-ndis-<callback>, all lower case.
 * A part of ndis.h: include that.
 */
#ifndef FLUE_DDI_NDIS_INTERFACE_H
#define FLUE_DDI_NDIS_INTERFACE_H

#define NDIS_OBJECT_TYPE_PORT_CHARACTERISTICS                   156
#define NDIS_OBJECT_TYPE_PORT_STATE                             157
#define NDIS_OBJECT_TYPE_NSI_NETWORK_RW_STRUCT                  172
#define NDIS_OBJECT_TYPE_NSI_COMPARTMENT_RW_STRUCT              173
#define NDIS_OBJECT_TYPE_NSI_INTERFACE_PERSIST_RW_STRUCT        174
#define NET_EVENT_FLAGS_VPORT_ID_VALID                          2
#if NDIS_SUPPORT_NDIS650
#define NDIS_OID_REQUEST_FLAGS_VPORT_ID_VALID                   1
#endif
#define NDIS_MINIPORT_ATTRIBUTES_CONTROLS_DEFAULT_PORT          0x80
#if NDIS_SUPPORT_NDIS630
#define NDIS_MINIPORT_ATTRIBUTES_NO_OID_INTERCEPT_ON_NONDEFAULT_PORTS 0x00000200
#endif

typedef NDIS_STATUS NTAPI IF_QUERY_OBJECT(NDIS_HANDLE ProviderIfContext, NET_IF_OBJECT_ID ObjectId, PULONG pOutputBufferLength, PVOID pOutputBuffer);  /* IRQL PASSIVE_LEVEL */
typedef IF_QUERY_OBJECT *IFP_QUERY_OBJECT;
typedef NDIS_STATUS NTAPI IF_SET_OBJECT(NDIS_HANDLE ProviderIfContext, NET_IF_OBJECT_ID ObjectId, ULONG InputBufferLength, PVOID pInputBuffer);  /* IRQL PASSIVE_LEVEL */
typedef IF_SET_OBJECT *IFP_SET_OBJECT;

typedef struct _NDIS_IF_PROVIDER_CHARACTERISTICS {
    NDIS_OBJECT_HEADER Header;
    IFP_QUERY_OBJECT QueryObjectHandler;
    IFP_SET_OBJECT SetObjectHandler;
    PVOID Reserved1;
    PVOID Reserved2;
} NDIS_IF_PROVIDER_CHARACTERISTICS, *PNDIS_IF_PROVIDER_CHARACTERISTICS;
#define NDIS_SIZEOF_IF_PROVIDER_CHARACTERISTICS_REVISION_1      RTL_SIZEOF_THROUGH_FIELD(NDIS_IF_PROVIDER_CHARACTERISTICS, Reserved2)

typedef struct _NET_IF_INFORMATION {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NET_PHYSICAL_LOCATION PhysicalLocation;
    ULONG WanTunnelType;
    ULONG PortNumber;
    NET_IF_ACCESS_TYPE AccessType;
    NET_IF_DIRECTION_TYPE DirectionType;
    NET_IF_CONNECTION_TYPE ConnectionType;
    BOOLEAN ifConnectorPresent;
    USHORT PhysAddressLength;
    USHORT PhysAddressOffset;
    USHORT PermanentPhysAddressOffset;
    USHORT FriendlyNameLength;
    USHORT FriendlyNameOffset;
    GUID InterfaceGuid;
    NET_IF_NETWORK_GUID NetworkGuid;
    ULONG SupportedStatistics;
    NDIS_MEDIUM MediaType;
    NDIS_PHYSICAL_MEDIUM PhysicalMediumType;
} NET_IF_INFORMATION, *PNET_IF_INFORMATION;
#define NDIS_SIZEOF_NET_IF_INFORMATION_REVISION_1               RTL_SIZEOF_THROUGH_FIELD(NET_IF_INFORMATION, PhysicalMediumType)

NDISSYSAPI NDIS_STATUS NTAPI NdisIfAddIfStackEntry(NET_IFINDEX HigherLayerIfIndex, NET_IFINDEX LowerLayerIfIndex);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI NDIS_STATUS NTAPI NdisIfAllocateNetLuidIndex(NET_IFTYPE ifType, PUINT32 pNetLuidIndex);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI void NTAPI NdisIfDeleteIfStackEntry(NET_IFINDEX HigherLayerIfIndex, NET_IFINDEX LowerLayerIfIndex);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI void NTAPI NdisIfDeregisterInterface(NET_IFINDEX ifIndex);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI void NTAPI NdisIfDeregisterProvider(NDIS_HANDLE NdisProviderHandle);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI NDIS_STATUS NTAPI NdisIfFreeNetLuidIndex(NET_IFTYPE ifType, UINT32 NetLuidIndex);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI NDIS_STATUS NTAPI NdisIfGetInterfaceIndexFromNetLuid(NET_LUID NetLuid, PNET_IFINDEX pIfIndex);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI NDIS_STATUS NTAPI NdisIfGetNetLuidFromInterfaceIndex(NET_IFINDEX ifIndex, PNET_LUID pNetLuid);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI NDIS_STATUS NTAPI NdisIfRegisterInterface(NDIS_HANDLE NdisProviderHandle, NET_LUID NetLuid, NDIS_HANDLE ProviderIfContext,
    PNET_IF_INFORMATION pIfInfo, PNET_IFINDEX pfIndex);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI NDIS_STATUS NTAPI NdisIfRegisterProvider(PNDIS_IF_PROVIDER_CHARACTERISTICS ProviderCharacteristics, NDIS_HANDLE IfProviderContext,
    PNDIS_HANDLE pNdisIfProviderHandle);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI NDIS_STATUS NTAPI NdisMAllocatePort(NDIS_HANDLE NdisMiniportHandle, PNDIS_PORT_CHARACTERISTICS PortCharacteristics);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI NDIS_STATUS NTAPI NdisMFreePort(NDIS_HANDLE NdisMiniportHandle, NDIS_PORT_NUMBER PortNumber);  /* IRQL <= DISPATCH_LEVEL */

#endif
