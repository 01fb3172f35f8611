/*
 * ntddndis.h: object identifiers and the structures they carry, shared by drivers and management. One file per subject in ntddndis/.
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/ntddndis/ + nf-ntddndis-<function>, ns-ntddndis-_<structure>, ne-ntddndis-_<enumeration>, nc-ntddndis-<callback>, all lower case.
 */
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

#include <ntddndis/oid.h>               /* object identifiers (OIDs) */
#include <ntddndis/network.h>           /* media, link state, statistics, interfaces */
#include <ntddndis/wireless.h>          /* wireless and mobile broadband media (802.11, WAN, WWAN, FDDI, token ring) */
#include <ntddndis/offload.h>           /* task offload and connection offload: what a NIC reports */
#include <ntddndis/rss.h>               /* receive side scaling and receive filters */
#include <ntddndis/pm.h>                /* power management of the NIC: wake patterns, protocol offloads */
#include <ntddndis/nic_switch.h>        /* single root I/O virtualization: NIC switches, virtual ports, virtual functions */
#include <ntddndis/switch.h>            /* Hyper-V extensible switch */
#include <ntddndis/qos.h>               /* quality of service (data centre bridging) */
#include <ntddndis/gft.h>               /* generic flow tables */
#include <ntddndis/ndk.h>               /* network direct and timestamps */

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
