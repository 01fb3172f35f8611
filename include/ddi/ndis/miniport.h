/*
 * ndis/miniport.h: miniport drivers.
 * learn.microsoft.com/windows-hardware/drivers/network/ndis-miniport-drivers2
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/ndis/ + nf-ndis-<function>, ns-ndis-_<structure>, ne-ndis-_<enumeration>, nc-ndis-<callback>, all lower case.
 * A part of ndis.h: include that.
 */
#ifndef FLUE_DDI_NDIS_MINIPORT_H
#define FLUE_DDI_NDIS_MINIPORT_H

#define NDIS_STATUS_INDICATION_REQUIRED                         ((NDIS_STATUS)0x40230001)
#define NDIS_STATUS_INDICATION_FLAGS_NDIS_RESERVED              ((NDIS_STATUS)0x00000FFF)
#define NDIS_STATUS_INDICATION_FLAGS_MEDIA_CONNECT_TO_CONNECT   ((NDIS_STATUS)0x00001000)
#define DOT11_SIZEOF_WFD_DEVICE_CAPABILITY_CONFIG_1             ((SIZE_T)16)
#define DOT11_SIZEOF_WFD_GROUP_CAPABILITY_CONFIG_1              ((SIZE_T)16)
#define DOT11_SIZEOF_WFD_GROUP_CAPABILITY_CONFIG_2              ((SIZE_T)20)
#define NDIS_WDM                                                0
#define BINARY_COMPATIBLE                                       0
#define NDIS_NT                                                 1
#define NDIS_MIN_API                                            0x00000400
#define NDIS_LEGACY_MINIPORT                                    0
#define NDIS_LEGACY_DRIVER                                      0
#define NDIS_RUNTIME_VERSION_60                                 0x00060000
#define NDIS_RUNTIME_VERSION_61                                 0x00060001
#define NDIS_RUNTIME_VERSION_620                                0x00060014
#define NDIS_RUNTIME_VERSION_630                                0x0006001E
#define NDIS_RUNTIME_VERSION_640                                0x00060028
#define NDIS_RUNTIME_VERSION_650                                0x00060032
#define NDIS_RUNTIME_VERSION_651                                0x00060033
#define NDIS_RUNTIME_VERSION_660                                0x0006003C
#define NDIS_RUNTIME_VERSION_670                                0x00060046
#define NDIS_RUNTIME_VERSION_680                                0x00060050
#if NDIS_SUPPORT_NDIS620
#define NDIS_RWL_AT_DISPATCH_LEVEL                              1
#endif
#define NDIS_MAX_EVENT_LOG_DATA_SIZE                            ((ULONGLONG)196)
#define NET_EVENT_HALT_MINIPORT_ON_LOW_POWER                    1
#define NDIS_OID_REQUEST_TIMEOUT_INFINITE                       0
#define NDIS_OID_REQUEST_NDIS_RESERVED_SIZE                     0x10
#if NDIS_SUPPORT_NDIS620
#define NDIS_MAX_LOOKAHEAD_SIZE_ACCESSED_UNDEFINED              (-1)
#define NDIS_RESTART_GENERAL_ATTRIBUTES_MAX_LOOKAHEAD_ACCESSED_DEFINED 1
#endif
#define NDIS_PAUSE_NDIS_INTERNAL                                1
#define NDIS_PAUSE_LOW_POWER                                    2
#define NDIS_PAUSE_ATTACH_FILTER                                0x10
#define NDIS_PAUSE_DETACH_FILTER                                0x20
#define NDIS_PAUSE_MINIPORT_DEVICE_REMOVE                       0x80
#if NDIS_SUPPORT_NDIS620
#define NDIS_SHARED_MEM_PARAMETERS_CONTIGUOUS                   1
#define NDIS_SHARED_MEM_PARAMETERS_CONTIGOUS                    1
#define NDIS_SHARED_MEM_HANDLE_HAL_ALLOCATED                    ((ULONGLONG)0)
#endif
#define MAX_HASHES                                              4
#define TRUNCATED_HASH_LEN                                      12
#define NDIS_M_MAX_LOOKAHEAD                                    0x0000020E
#define NDIS_STATISTICS_XMIT_OK_SUPPORTED                       1
#define NDIS_STATISTICS_RCV_OK_SUPPORTED                        2
#define NDIS_STATISTICS_XMIT_ERROR_SUPPORTED                    4
#define NDIS_STATISTICS_RCV_ERROR_SUPPORTED                     8
#define NDIS_STATISTICS_RCV_NO_BUFFER_SUPPORTED                 0x10
#define NDIS_STATISTICS_DIRECTED_BYTES_XMIT_SUPPORTED           0x20
#define NDIS_STATISTICS_DIRECTED_FRAMES_XMIT_SUPPORTED          0x40
#define NDIS_STATISTICS_MULTICAST_BYTES_XMIT_SUPPORTED          0x80
#define NDIS_STATISTICS_MULTICAST_FRAMES_XMIT_SUPPORTED         0x00000100
#define NDIS_STATISTICS_BROADCAST_BYTES_XMIT_SUPPORTED          0x00000200
#define NDIS_STATISTICS_BROADCAST_FRAMES_XMIT_SUPPORTED         0x00000400
#define NDIS_STATISTICS_DIRECTED_BYTES_RCV_SUPPORTED            0x00000800
#define NDIS_STATISTICS_DIRECTED_FRAMES_RCV_SUPPORTED           0x00001000
#define NDIS_STATISTICS_MULTICAST_BYTES_RCV_SUPPORTED           0x00002000
#define NDIS_STATISTICS_MULTICAST_FRAMES_RCV_SUPPORTED          0x00004000
#define NDIS_STATISTICS_BROADCAST_BYTES_RCV_SUPPORTED           0x00008000
#define NDIS_STATISTICS_BROADCAST_FRAMES_RCV_SUPPORTED          0x00010000
#define NDIS_STATISTICS_RCV_CRC_ERROR_SUPPORTED                 0x00020000
#define NDIS_STATISTICS_TRANSMIT_QUEUE_LENGTH_SUPPORTED         0x00040000
#define NDIS_STATISTICS_BYTES_RCV_SUPPORTED                     0x00080000
#define NDIS_STATISTICS_BYTES_XMIT_SUPPORTED                    0x00100000
#define NDIS_STATISTICS_RCV_DISCARDS_SUPPORTED                  0x00200000
#define NDIS_STATISTICS_GEN_STATISTICS_SUPPORTED                0x00400000
#define NDIS_STATISTICS_XMIT_DISCARDS_SUPPORTED                 0x08000000
#define NDIS_MINIPORT_ATTRIBUTES_HARDWARE_DEVICE                1
#define NDIS_MINIPORT_ATTRIBUTES_NDIS_WDM                       2
#define NDIS_MINIPORT_ATTRIBUTES_SURPRISE_REMOVE_OK             4
#define NDIS_MINIPORT_ATTRIBUTES_NO_HALT_ON_SUSPEND             0x20
#if NDIS_SUPPORT_NDIS630
#define NDIS_MINIPORT_ATTRIBUTES_NO_PAUSE_ON_SUSPEND            0x00000100
#define NDIS_MINIPORT_ATTRIBUTES_REGISTER_BUGCHECK_CALLBACK     0x00000400
#endif
#define NDIS_INTERMEDIATE_DRIVER                                1
#define NDIS_WDM_DRIVER                                         2
#if NDIS_SUPPORT_NDIS630
#define NDIS_DRIVER_FLAGS_RESERVED                              8
#endif

typedef struct _NDIS_GENERIC_OBJECT {
    NDIS_OBJECT_HEADER Header;
    PVOID Caller;
    PVOID CallersCaller;
    PDRIVER_OBJECT DriverObject;
} NDIS_GENERIC_OBJECT, *PNDIS_GENERIC_OBJECT;

typedef struct _NDIS_WAN_LINE_UP {
    ULONG LinkSpeed;
    ULONG MaximumTotalSize;
    NDIS_WAN_QUALITY Quality;
    USHORT SendWindow;
    UCHAR RemoteAddress[6];
    UCHAR LocalAddress[6];
    ULONG ProtocolBufferLength;
    PUCHAR ProtocolBuffer;
    USHORT ProtocolType;
    NDIS_STRING DeviceName;
} NDIS_WAN_LINE_UP, *PNDIS_WAN_LINE_UP;

typedef struct _NDIS_WAN_LINE_DOWN {
    UCHAR RemoteAddress[6];
    UCHAR LocalAddress[6];
} NDIS_WAN_LINE_DOWN, *PNDIS_WAN_LINE_DOWN;

typedef struct _NDIS_WAN_FRAGMENT {
    UCHAR RemoteAddress[6];
    UCHAR LocalAddress[6];
} NDIS_WAN_FRAGMENT, *PNDIS_WAN_FRAGMENT;

typedef struct _NDIS_WAN_GET_STATS {
    UCHAR LocalAddress[6];
    ULONG BytesSent;
    ULONG BytesRcvd;
    ULONG FramesSent;
    ULONG FramesRcvd;
    ULONG CRCErrors;
    ULONG TimeoutErrors;
    ULONG AlignmentErrors;
    ULONG SerialOverrunErrors;
    ULONG FramingErrors;
    ULONG BufferOverrunErrors;
    ULONG BytesTransmittedUncompressed;
    ULONG BytesReceivedUncompressed;
    ULONG BytesTransmittedCompressed;
    ULONG BytesReceivedCompressed;
} NDIS_WAN_GET_STATS, *PNDIS_WAN_GET_STATS;

typedef struct _NDIS_PHYSICAL_ADDRESS_UNIT {
    NDIS_PHYSICAL_ADDRESS PhysicalAddress;
    UINT Length;
} NDIS_PHYSICAL_ADDRESS_UNIT, *PNDIS_PHYSICAL_ADDRESS_UNIT;

typedef struct _REFERENCE {
    KSPIN_LOCK SpinLock;
    USHORT ReferenceCount;
    BOOLEAN Closing;
} REFERENCE, *PREFERENCE;

typedef struct _NDIS_RESTART_ATTRIBUTES NDIS_RESTART_ATTRIBUTES, *PNDIS_RESTART_ATTRIBUTES;

struct DECLSPEC_ALIGN(16) _NDIS_RESTART_ATTRIBUTES {
    PNDIS_RESTART_ATTRIBUTES Next;
    NDIS_OID Oid;
    ULONG DataLength;
    UCHAR Data[1];
};

typedef struct _NDIS_DRIVER_OPTIONAL_HANDLERS {
    NDIS_OBJECT_HEADER Header;
} NDIS_DRIVER_OPTIONAL_HANDLERS, *PNDIS_DRIVER_OPTIONAL_HANDLERS;

struct _QUERY {
    NDIS_OID Oid;
    PVOID InformationBuffer;
    UINT InformationBufferLength;
    UINT BytesWritten;
    UINT BytesNeeded;
};

struct _SET {
    NDIS_OID Oid;
    PVOID InformationBuffer;
    UINT InformationBufferLength;
    UINT BytesRead;
    UINT BytesNeeded;
};

struct _METHOD {
    NDIS_OID Oid;
    PVOID InformationBuffer;
    ULONG InputBufferLength;
    ULONG OutputBufferLength;
    ULONG MethodId;
    UINT BytesWritten;
    UINT BytesRead;
    UINT BytesNeeded;
};

union _REQUEST_DATA {
    struct _QUERY QUERY_INFORMATION;
    struct _SET SET_INFORMATION;
    struct _METHOD METHOD_INFORMATION;
};

#define NDIS_OID_REQUEST_REVISION_1                             1
#if NDIS_SUPPORT_NDIS650
#define NDIS_OID_REQUEST_REVISION_2                             2
#endif
/*
 * One question or order to the driver below: NdisOidRequest (protocol), MiniportOidRequest (miniport). RequestType selects the member of DATA: query and
 * statistics use QUERY_INFORMATION, set uses SET_INFORMATION, method METHOD_INFORMATION. BytesWritten, BytesRead and BytesNeeded are the driver's to fill;
 * with NDIS_STATUS_INVALID_LENGTH or NDIS_STATUS_BUFFER_TOO_SHORT BytesNeeded says how many are needed. A request that returned NDIS_STATUS_PENDING is
 * finished by NdisMOidRequestComplete with the same structure. NDIS serializes the requests of one adapter (direct and synchronous ones excepted).
 * learn.microsoft.com/windows-hardware/drivers/ddi/oidrequest/ns-oidrequest-ndis_oid_request, learn.microsoft.com/windows-hardware/drivers/network/miniport-adapter-oid-requests
 */
struct _NDIS_OID_REQUEST {
    NDIS_OBJECT_HEADER Header;                               /* NDIS_OBJECT_TYPE_OID_REQUEST */
    NDIS_REQUEST_TYPE RequestType;
    NDIS_PORT_NUMBER PortNumber;
    UINT Timeout;                                            /* seconds; 0: the default */
    PVOID RequestId;                                         /* with RequestHandle: lets a cancel find it */
    NDIS_HANDLE RequestHandle;
    union _REQUEST_DATA DATA;
    UCHAR NdisReserved[128];                                 /* NDIS's while it has the request */
    UCHAR MiniportReserved[16];                              /* the driver's while it has the request */
    UCHAR SourceReserved[16];                                /* the caller's */
    UCHAR SupportedRevision;                                 /* a driver that completes a set writes the revision it honoured */
    UCHAR Reserved1;
    USHORT Reserved2;
#if NDIS_SUPPORT_NDIS650
    NDIS_NIC_SWITCH_ID SwitchId;
    NDIS_NIC_SWITCH_VPORT_ID VPortId;
    ULONG Flags;
#endif
};
#define NDIS_SIZEOF_OID_REQUEST_REVISION_1                      RTL_SIZEOF_THROUGH_FIELD(NDIS_OID_REQUEST, Reserved2)
#if NDIS_SUPPORT_NDIS650
#define NDIS_SIZEOF_OID_REQUEST_REVISION_2                      RTL_SIZEOF_THROUGH_FIELD(NDIS_OID_REQUEST, Flags)
#endif

/*
 * Something changed: NdisMIndicateStatusEx (miniport), NdisFIndicateStatus (filter), ProtocolStatusEx (protocol). StatusCode names it, StatusBuffer of
 * StatusBufferSize bytes belongs to the caller and is valid during the call only. Among the codes: NDIS_STATUS_OFFLOAD_PAUSE (no buffer; the stack hands down
 * no new connection and uploads those it has), NDIS_STATUS_OFFLOAD_RESUME (an NDIS_TCP_CONNECTION_OFFLOAD), NDIS_STATUS_UPLOAD_ALL,
 * NDIS_STATUS_TASK_OFFLOAD_CURRENT_CONFIG (an NDIS_OFFLOAD). IRQL <= DISPATCH_LEVEL.
 * learn.microsoft.com/windows-hardware/drivers/ddi/ndis/ns-ndis-_ndis_status_indication, learn.microsoft.com/windows-hardware/drivers/network/ndis-status-indications2
 */
typedef struct _NDIS_STATUS_INDICATION {
    NDIS_OBJECT_HEADER Header;                               /* NDIS_OBJECT_TYPE_STATUS_INDICATION, revision 1 */
    NDIS_HANDLE SourceHandle;                                /* who indicates: the miniport adapter or filter module handle */
    NDIS_PORT_NUMBER PortNumber;                             /* 0: the default port */
    NDIS_STATUS StatusCode;
    ULONG Flags;                                             /* NDIS_STATUS_INDICATION_FLAGS_*; NDIS owns most bits */
    NDIS_HANDLE DestinationHandle;                           /* NULL, or the one binding it is for */
    PVOID RequestId;                                         /* of the OID request this belongs to, else NULL */
    PVOID StatusBuffer;
    ULONG StatusBufferSize;
    GUID Guid;                                               /* for WMI events */
    PVOID NdisReserved[4];
} NDIS_STATUS_INDICATION, *PNDIS_STATUS_INDICATION;
#define NDIS_SIZEOF_STATUS_INDICATION_REVISION_1                RTL_SIZEOF_THROUGH_FIELD(NDIS_STATUS_INDICATION, NdisReserved)

#define NDIS_RESTART_GENERAL_ATTRIBUTES_REVISION_1              1
#if NDIS_SUPPORT_NDIS620
#define NDIS_RESTART_GENERAL_ATTRIBUTES_REVISION_2              2
#endif
typedef struct _NDIS_RESTART_GENERAL_ATTRIBUTES {
    NDIS_OBJECT_HEADER Header;
    ULONG MtuSize;
    ULONG64 MaxXmitLinkSpeed;
    ULONG64 MaxRcvLinkSpeed;
    ULONG LookaheadSize;
    ULONG MacOptions;
    ULONG SupportedPacketFilters;
    ULONG MaxMulticastListSize;
    PNDIS_RECEIVE_SCALE_CAPABILITIES RecvScaleCapabilities;
    NET_IF_ACCESS_TYPE AccessType;
    ULONG Flags;
    NET_IF_CONNECTION_TYPE ConnectionType;
    ULONG SupportedStatistics;
    ULONG DataBackFillSize;
    ULONG ContextBackFillSize;
    PNDIS_OID SupportedOidList;
    ULONG SupportedOidListLength;
#if NDIS_SUPPORT_NDIS620
    ULONG MaxLookaheadSizeAccessed;
#endif
} NDIS_RESTART_GENERAL_ATTRIBUTES, *PNDIS_RESTART_GENERAL_ATTRIBUTES;
#define NDIS_SIZEOF_RESTART_GENERAL_ATTRIBUTES_REVISION_1       RTL_SIZEOF_THROUGH_FIELD(NDIS_RESTART_GENERAL_ATTRIBUTES, SupportedOidListLength)
#if NDIS_SUPPORT_NDIS620
#define NDIS_SIZEOF_RESTART_GENERAL_ATTRIBUTES_REVISION_2       RTL_SIZEOF_THROUGH_FIELD(NDIS_RESTART_GENERAL_ATTRIBUTES, MaxLookaheadSizeAccessed)
#endif

#define NDIS_FILTER_INTERFACE_REVISION_1                        1
#if NDIS_SUPPORT_NDIS630
#define NDIS_FILTER_INTERFACE_REVISION_2                        2
#endif
typedef struct _NDIS_FILTER_INTERFACE {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG FilterType;
    ULONG FilterRunType;
    NET_IFINDEX IfIndex;
    NET_LUID NetLuid;
    NDIS_STRING FilterClass;
    NDIS_STRING FilterInstanceName;
} NDIS_FILTER_INTERFACE, *PNDIS_FILTER_INTERFACE;
#define NDIS_SIZEOF_FILTER_INTERFACE_REVISION_1                 RTL_SIZEOF_THROUGH_FIELD(NDIS_FILTER_INTERFACE, FilterInstanceName)
#define NDIS_SIZEOF_FILTER_INTERFACE_REVISION_2                 RTL_SIZEOF_THROUGH_FIELD(NDIS_FILTER_INTERFACE, FilterInstanceName)

#define NDIS_ENUM_FILTERS_REVISION_1                            1
typedef struct _NDIS_ENUM_FILTERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG NumberOfFilters;
    ULONG OffsetFirstFilter;
    NDIS_FILTER_INTERFACE Filter[1];
} NDIS_ENUM_FILTERS, *PNDIS_ENUM_FILTERS;
#define NDIS_SIZEOF_ENUM_FILTERS_REVISION_1                     RTL_SIZEOF_THROUGH_FIELD(NDIS_ENUM_FILTERS, Filter)

#define NDIS_DEVICE_OBJECT_ATTRIBUTES_REVISION_1                1
typedef struct _NDIS_DEVICE_OBJECT_ATTRIBUTES {
    NDIS_OBJECT_HEADER Header;
    PNDIS_STRING DeviceName;
    PNDIS_STRING SymbolicName;
    PDRIVER_DISPATCH *MajorFunctions;
    ULONG ExtensionSize;
    PCUNICODE_STRING DefaultSDDLString;
    LPCGUID DeviceClassGuid;
} NDIS_DEVICE_OBJECT_ATTRIBUTES, *PNDIS_DEVICE_OBJECT_ATTRIBUTES;
#define NDIS_SIZEOF_DEVICE_OBJECT_ATTRIBUTES_REVISION_1         RTL_SIZEOF_THROUGH_FIELD(NDIS_DEVICE_OBJECT_ATTRIBUTES, DeviceClassGuid)

typedef struct _NDIS_DRIVER_WRAPPER_HANDLE {
    NDIS_OBJECT_HEADER Header;
    NDIS_HANDLE NdisWrapperHandle;
} NDIS_DRIVER_WRAPPER_HANDLE, *PNDIS_DRIVER_WRAPPER_HANDLE;
#define NDIS_SIZEOF_DRIVER_WRAPPER_HANDLE_REVISION_1            RTL_SIZEOF_THROUGH_FIELD(NDIS_DRIVER_WRAPPER_HANDLE, NdisWrapperHandle)

#if NDIS_SUPPORT_NDIS620

#define NDIS_RECEIVE_QUEUE_STATE_REVISION_1                     1
typedef struct _NDIS_RECEIVE_QUEUE_STATE {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_RECEIVE_QUEUE_ID QueueId;
    NDIS_RECEIVE_QUEUE_OPERATIONAL_STATE QueueState;
} NDIS_RECEIVE_QUEUE_STATE, *PNDIS_RECEIVE_QUEUE_STATE;
#define NDIS_SIZEOF_NDIS_RECEIVE_QUEUE_STATE_REVISION_1         RTL_SIZEOF_THROUGH_FIELD(NDIS_RECEIVE_QUEUE_STATE, QueueState)

#endif /* NDIS_SUPPORT_NDIS620 */
#if NDIS_SUPPORT_NDIS630

typedef struct _NDIS_SRIOV_VF_CONFIG_STATE {
    NDIS_OBJECT_HEADER Header;
    NDIS_SRIOV_FUNCTION_ID VFId;
    ULONG BlockId;
    ULONG Length;
} NDIS_SRIOV_VF_CONFIG_STATE, *PNDIS_SRIOV_VF_CONFIG_STATE;

#endif /* NDIS_SUPPORT_NDIS630 */
typedef NDIS_STATUS NTAPI MINIPORT_ADD_DEVICE(NDIS_HANDLE NdisMiniportHandle, NDIS_HANDLE MiniportDriverContext);  /* IRQL PASSIVE_LEVEL */
typedef MINIPORT_ADD_DEVICE *MINIPORT_ADD_DEVICE_HANDLER;
typedef void NTAPI MINIPORT_REMOVE_DEVICE(NDIS_HANDLE MiniportAddDeviceContext);  /* IRQL PASSIVE_LEVEL */
typedef MINIPORT_REMOVE_DEVICE *MINIPORT_REMOVE_DEVICE_HANDLER;
typedef MINIPORT_PNP_IRP *MINIPORT_START_DEVICE_HANDLER;

#define NDIS_MINIPORT_PNP_CHARACTERISTICS_REVISION_1            1
typedef struct _NDIS_MINIPORT_PNP_CHARACTERISTICS {
    NDIS_OBJECT_HEADER Header;
    MINIPORT_ADD_DEVICE_HANDLER MiniportAddDeviceHandler;
    MINIPORT_REMOVE_DEVICE_HANDLER MiniportRemoveDeviceHandler;
    MINIPORT_FILTER_RESOURCE_REQUIREMENTS_HANDLER MiniportFilterResourceRequirementsHandler;
    MINIPORT_START_DEVICE_HANDLER MiniportStartDeviceHandler;
    ULONG Flags;
} NDIS_MINIPORT_PNP_CHARACTERISTICS, *PNDIS_MINIPORT_PNP_CHARACTERISTICS;
#define NDIS_SIZEOF_MINIPORT_PNP_CHARACTERISTICS_REVISION_1     RTL_SIZEOF_THROUGH_FIELD(NDIS_MINIPORT_PNP_CHARACTERISTICS, Flags)

#define NDIS_MINIPORT_INIT_PARAMETERS_REVISION_1                1
typedef struct _NDIS_MINIPORT_INIT_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    PNDIS_RESOURCE_LIST AllocatedResources;
    NDIS_HANDLE IMDeviceInstanceContext;
    NDIS_HANDLE MiniportAddDeviceContext;
    NET_IFINDEX IfIndex;
    NET_LUID NetLuid;
    PNDIS_PORT_AUTHENTICATION_PARAMETERS DefaultPortAuthStates;
    PNDIS_PCI_DEVICE_CUSTOM_PROPERTIES PciDeviceCustomProperties;
} NDIS_MINIPORT_INIT_PARAMETERS, *PNDIS_MINIPORT_INIT_PARAMETERS;

#define NDIS_MINIPORT_RESTART_PARAMETERS_REVISION_1             1
typedef struct _NDIS_MINIPORT_RESTART_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    PNDIS_RESTART_ATTRIBUTES RestartAttributes;
    ULONG Flags;
} NDIS_MINIPORT_RESTART_PARAMETERS, *PNDIS_MINIPORT_RESTART_PARAMETERS;
#define NDIS_SIZEOF_MINIPORT_RESTART_PARAMETERS_REVISION_1      RTL_SIZEOF_THROUGH_FIELD(NDIS_MINIPORT_RESTART_PARAMETERS, Flags)

typedef enum _NDIS_INTERFACE_TYPE {
    NdisInterfaceInternal,
    NdisInterfaceIsa,
    NdisInterfaceEisa,
    NdisInterfaceMca,
    NdisInterfaceTurboChannel,
    NdisInterfacePci,
    NdisInterfacePcMcia = 8,
    NdisInterfaceCBus,
    NdisInterfaceMPIBus,
    NdisInterfaceMPSABus,
    NdisInterfaceProcessorInternal,
    NdisInterfaceInternalPowerBus,
    NdisInterfacePNPISABus,
    NdisInterfacePNPBus,
    NdisInterfaceUSB,
    NdisInterfaceIrda,
    NdisInterface1394,
    NdisMaximumInterfaceType,
} NDIS_INTERFACE_TYPE, *PNDIS_INTERFACE_TYPE;

#define NDIS_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES_REVISION_1 1
#if NDIS_SUPPORT_NDIS630
#define NDIS_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES_REVISION_2 2
#endif
typedef struct _NDIS_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES {
    NDIS_OBJECT_HEADER Header;
    NDIS_HANDLE MiniportAdapterContext;
    ULONG AttributeFlags;
    UINT CheckForHangTimeInSeconds;
    NDIS_INTERFACE_TYPE InterfaceType;
} NDIS_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES, *PNDIS_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES;
#define NDIS_SIZEOF_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES, InterfaceType)
#if NDIS_SUPPORT_NDIS630
#define NDIS_SIZEOF_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES_REVISION_2 RTL_SIZEOF_THROUGH_FIELD(NDIS_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES, InterfaceType)
#endif

#define NDIS_MINIPORT_ADD_DEVICE_REGISTRATION_ATTRIBUTES_REVISION_1 1
typedef struct _NDIS_MINIPORT_ADD_DEVICE_REGISTRATION_ATTRIBUTES {
    NDIS_OBJECT_HEADER Header;
    NDIS_HANDLE MiniportAddDeviceContext;
    ULONG Flags;
} NDIS_MINIPORT_ADD_DEVICE_REGISTRATION_ATTRIBUTES, *PNDIS_MINIPORT_ADD_DEVICE_REGISTRATION_ATTRIBUTES;
#define NDIS_SIZEOF_MINIPORT_ADD_DEVICE_REGISTRATION_ATTRIBUTES_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_MINIPORT_ADD_DEVICE_REGISTRATION_ATTRIBUTES, Flags)

#define NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES_REVISION_1     1
#if NDIS_SUPPORT_NDIS620
#define NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES_REVISION_2     2
#endif
typedef struct _NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_MEDIUM MediaType;
    NDIS_PHYSICAL_MEDIUM PhysicalMediumType;
    ULONG MtuSize;
    ULONG64 MaxXmitLinkSpeed;
    ULONG64 XmitLinkSpeed;
    ULONG64 MaxRcvLinkSpeed;
    ULONG64 RcvLinkSpeed;
    NDIS_MEDIA_CONNECT_STATE MediaConnectState;
    NDIS_MEDIA_DUPLEX_STATE MediaDuplexState;
    ULONG LookaheadSize;
    PNDIS_PNP_CAPABILITIES PowerManagementCapabilities;
    ULONG MacOptions;
    ULONG SupportedPacketFilters;
    ULONG MaxMulticastListSize;
    USHORT MacAddressLength;
    UCHAR PermanentMacAddress[32];
    UCHAR CurrentMacAddress[32];
    PNDIS_RECEIVE_SCALE_CAPABILITIES RecvScaleCapabilities;
    NET_IF_ACCESS_TYPE AccessType;
    NET_IF_DIRECTION_TYPE DirectionType;
    NET_IF_CONNECTION_TYPE ConnectionType;
    NET_IFTYPE IfType;
    BOOLEAN IfConnectorPresent;
    ULONG SupportedStatistics;
    ULONG SupportedPauseFunctions;
    ULONG DataBackFillSize;
    ULONG ContextBackFillSize;
    PNDIS_OID SupportedOidList;
    ULONG SupportedOidListLength;
    ULONG AutoNegotiationFlags;
#if NDIS_SUPPORT_NDIS620
    PNDIS_PM_CAPABILITIES PowerManagementCapabilitiesEx;
#endif
} NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES, *PNDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES;
#define NDIS_SIZEOF_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES, AutoNegotiationFlags)
#if NDIS_SUPPORT_NDIS620
#define NDIS_SIZEOF_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES_REVISION_2 RTL_SIZEOF_THROUGH_FIELD(NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES, PowerManagementCapabilitiesEx)
#endif

#if NDIS_SUPPORT_NDIS61

#define NDIS_HD_SPLIT_ATTRIBUTES_REVISION_1                     1
typedef struct _NDIS_HD_SPLIT_ATTRIBUTES {
    NDIS_OBJECT_HEADER Header;
    ULONG HardwareCapabilities;
    ULONG CurrentCapabilities;
    ULONG HDSplitFlags;
    ULONG BackfillSize;
    ULONG MaxHeaderSize;
} NDIS_HD_SPLIT_ATTRIBUTES, *PNDIS_HD_SPLIT_ATTRIBUTES;
#define NDIS_SIZEOF_HD_SPLIT_ATTRIBUTES_REVISION_1              RTL_SIZEOF_THROUGH_FIELD(NDIS_HD_SPLIT_ATTRIBUTES, MaxHeaderSize)

#define NDIS_MINIPORT_ADAPTER_HARDWARE_ASSIST_ATTRIBUTES_REVISION_1 1
#if NDIS_SUPPORT_NDIS620
#define NDIS_MINIPORT_ADAPTER_HARDWARE_ASSIST_ATTRIBUTES_REVISION_2 2
#endif
#if NDIS_SUPPORT_NDIS630
#define NDIS_MINIPORT_ADAPTER_HARDWARE_ASSIST_ATTRIBUTES_REVISION_3 3
#endif
#if NDIS_SUPPORT_NDIS650
#define NDIS_MINIPORT_ADAPTER_HARDWARE_ASSIST_ATTRIBUTES_REVISION_4 4
#endif
typedef struct _NDIS_MINIPORT_ADAPTER_HARDWARE_ASSIST_ATTRIBUTES {
    NDIS_OBJECT_HEADER Header;
    PNDIS_HD_SPLIT_ATTRIBUTES HDSplitAttributes;
#if NDIS_SUPPORT_NDIS620
    PNDIS_RECEIVE_FILTER_CAPABILITIES HardwareReceiveFilterCapabilities;
    PNDIS_RECEIVE_FILTER_CAPABILITIES CurrentReceiveFilterCapabilities;
    PNDIS_NIC_SWITCH_CAPABILITIES HardwareNicSwitchCapabilities;
    PNDIS_NIC_SWITCH_CAPABILITIES CurrentNicSwitchCapabilities;
#endif
#if NDIS_SUPPORT_NDIS630
    PNDIS_SRIOV_CAPABILITIES HardwareSriovCapabilities;
    PNDIS_SRIOV_CAPABILITIES CurrentSriovCapabilities;
    PNDIS_QOS_CAPABILITIES HardwareQosCapabilities;
    PNDIS_QOS_CAPABILITIES CurrentQosCapabilities;
#endif
#if NDIS_SUPPORT_NDIS650
    PNDIS_GFT_OFFLOAD_CAPABILITIES HardwareGftOffloadCapabilities;
    PNDIS_GFT_OFFLOAD_CAPABILITIES CurrentGftOffloadCapabilities;
#endif
} NDIS_MINIPORT_ADAPTER_HARDWARE_ASSIST_ATTRIBUTES, *PNDIS_MINIPORT_ADAPTER_HARDWARE_ASSIST_ATTRIBUTES;
#define NDIS_SIZEOF_MINIPORT_ADAPTER_HARDWARE_ASSIST_ATTRIBUTES_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_MINIPORT_ADAPTER_HARDWARE_ASSIST_ATTRIBUTES, HDSplitAttributes)
#if NDIS_SUPPORT_NDIS620
#define NDIS_SIZEOF_MINIPORT_ADAPTER_HARDWARE_ASSIST_ATTRIBUTES_REVISION_2 RTL_SIZEOF_THROUGH_FIELD(NDIS_MINIPORT_ADAPTER_HARDWARE_ASSIST_ATTRIBUTES, CurrentNicSwitchCapabilities)
#endif
#if NDIS_SUPPORT_NDIS630
#define NDIS_SIZEOF_MINIPORT_ADAPTER_HARDWARE_ASSIST_ATTRIBUTES_REVISION_3 RTL_SIZEOF_THROUGH_FIELD(NDIS_MINIPORT_ADAPTER_HARDWARE_ASSIST_ATTRIBUTES, CurrentQosCapabilities)
#endif
#if NDIS_SUPPORT_NDIS650
#define NDIS_SIZEOF_MINIPORT_ADAPTER_HARDWARE_ASSIST_ATTRIBUTES_REVISION_4 RTL_SIZEOF_THROUGH_FIELD(NDIS_MINIPORT_ADAPTER_HARDWARE_ASSIST_ATTRIBUTES, CurrentGftOffloadCapabilities)
#endif

#endif /* NDIS_SUPPORT_NDIS61 */

typedef struct _NDIS_MINIPORT_ADAPTER_NATIVE_802_11_ATTRIBUTES {
    NDIS_OBJECT_HEADER Header;
    ULONG OpModeCapability;
    ULONG NumOfTXBuffers;
    ULONG NumOfRXBuffers;
    BOOLEAN MultiDomainCapabilityImplemented;
    ULONG NumSupportedPhys;
    PDOT11_PHY_ATTRIBUTES SupportedPhyAttributes;
    PDOT11_EXTSTA_ATTRIBUTES ExtSTAAttributes;
#if NDIS_SUPPORT_NDIS620
    PDOT11_VWIFI_ATTRIBUTES VWiFiAttributes;
    PDOT11_EXTAP_ATTRIBUTES ExtAPAttributes;
#endif
#if NDIS_SUPPORT_NDIS630
    PDOT11_WFD_ATTRIBUTES WFDAttributes;
#endif
} NDIS_MINIPORT_ADAPTER_NATIVE_802_11_ATTRIBUTES, *PNDIS_MINIPORT_ADAPTER_NATIVE_802_11_ATTRIBUTES;
#define NDIS_SIZEOF_MINIPORT_ADAPTER_NATIVE_802_11_ATTRIBUTES_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_MINIPORT_ADAPTER_NATIVE_802_11_ATTRIBUTES, ExtSTAAttributes)
#if NDIS_SUPPORT_NDIS620
#define NDIS_SIZEOF_MINIPORT_ADAPTER_NATIVE_802_11_ATTRIBUTES_REVISION_2 RTL_SIZEOF_THROUGH_FIELD(NDIS_MINIPORT_ADAPTER_NATIVE_802_11_ATTRIBUTES, ExtAPAttributes)
#endif
#if NDIS_SUPPORT_NDIS630
#define NDIS_SIZEOF_MINIPORT_ADAPTER_NATIVE_802_11_ATTRIBUTES_REVISION_3 RTL_SIZEOF_THROUGH_FIELD(NDIS_MINIPORT_ADAPTER_NATIVE_802_11_ATTRIBUTES, WFDAttributes)
#endif

#if NDIS_SUPPORT_NDIS630

#define NDIS_MINIPORT_ADAPTER_NDK_ATTRIBUTES_REVISION_1         1
typedef struct _NDIS_MINIPORT_ADAPTER_NDK_ATTRIBUTES {
    NDIS_OBJECT_HEADER Header;
    BOOLEAN Enabled;
    PNDIS_NDK_CAPABILITIES NdkCapabilities;
} NDIS_MINIPORT_ADAPTER_NDK_ATTRIBUTES, *PNDIS_MINIPORT_ADAPTER_NDK_ATTRIBUTES;
#define NDIS_SIZEOF_MINIPORT_ADAPTER_NDK_ATTRIBUTES_REVISION_1  RTL_SIZEOF_THROUGH_FIELD(NDIS_MINIPORT_ADAPTER_NDK_ATTRIBUTES, NdkCapabilities)

#endif /* NDIS_SUPPORT_NDIS630 */

/*
 * The argument of NdisMSetMiniportAttributes: a union told apart by Header.Type. Order: registration, general, then the others.
 * learn.microsoft.com/windows-hardware/drivers/ddi/ndis/ns-ndis-_ndis_miniport_adapter_attributes
 */
typedef union _NDIS_MINIPORT_ADAPTER_ATTRIBUTES {
    NDIS_OBJECT_HEADER Header;
    NDIS_MINIPORT_ADD_DEVICE_REGISTRATION_ATTRIBUTES AddDeviceRegistrationAttributes;
    NDIS_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES RegistrationAttributes;
    NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES GeneralAttributes;
    NDIS_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES OffloadAttributes;
    NDIS_MINIPORT_ADAPTER_NATIVE_802_11_ATTRIBUTES Native_802_11_Attributes;
#if NDIS_SUPPORT_NDIS61
    NDIS_MINIPORT_ADAPTER_HARDWARE_ASSIST_ATTRIBUTES HardwareAssistAttributes;
#endif
#if NDIS_SUPPORT_NDIS630
    NDIS_MINIPORT_ADAPTER_NDK_ATTRIBUTES NDKAttributes;
#endif
#if NDIS_SUPPORT_NDIS650
    NDIS_MINIPORT_ADAPTER_PACKET_DIRECT_ATTRIBUTES PacketDirectAttributes;
#endif
} NDIS_MINIPORT_ADAPTER_ATTRIBUTES, *PNDIS_MINIPORT_ADAPTER_ATTRIBUTES;

#define NDIS_MINIPORT_PAUSE_PARAMETERS_REVISION_1               1
typedef struct _NDIS_MINIPORT_PAUSE_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG PauseReason;
} NDIS_MINIPORT_PAUSE_PARAMETERS, *PNDIS_MINIPORT_PAUSE_PARAMETERS;
#define NDIS_SIZEOF_MINIPORT_PAUSE_PARAMETERS_REVISION_1        RTL_SIZEOF_THROUGH_FIELD(NDIS_MINIPORT_PAUSE_PARAMETERS, PauseReason)

typedef NDIS_STATUS NTAPI SET_OPTIONS(NDIS_HANDLE NdisDriverHandle, NDIS_HANDLE DriverContext);  /* IRQL PASSIVE_LEVEL */
typedef SET_OPTIONS *SET_OPTIONS_HANDLER;

/*
 * MiniportInitializeEx: claim resources, set attributes, be ready to be restarted. PASSIVE_LEVEL. learn.microsoft.com/windows-hardware/drivers/ddi/ndis/nc-ndis-miniport_initialize
 */
typedef NDIS_STATUS NTAPI MINIPORT_INITIALIZE(NDIS_HANDLE NdisMiniportHandle, NDIS_HANDLE MiniportDriverContext,
    PNDIS_MINIPORT_INIT_PARAMETERS MiniportInitParameters);  /* IRQL PASSIVE_LEVEL */

typedef MINIPORT_INITIALIZE *MINIPORT_INITIALIZE_HANDLER;

typedef enum _NDIS_HALT_ACTION {
    NdisHaltDeviceDisabled,
    NdisHaltDeviceInstanceDeInitialized,
    NdisHaltDevicePoweredDown,
    NdisHaltDeviceSurpriseRemoved,
    NdisHaltDeviceFailed,
    NdisHaltDeviceInitializationFailed,
    NdisHaltDeviceStopped,
} NDIS_HALT_ACTION, *PNDIS_HALT_ACTION;

typedef void NTAPI MINIPORT_HALT(NDIS_HANDLE MiniportAdapterContext, NDIS_HALT_ACTION HaltAction);  /* IRQL PASSIVE_LEVEL */
typedef MINIPORT_HALT *MINIPORT_HALT_HANDLER;
typedef void NTAPI MINIPORT_UNLOAD(PDRIVER_OBJECT DriverObject);  /* IRQL PASSIVE_LEVEL */
typedef MINIPORT_UNLOAD *MINIPORT_DRIVER_UNLOAD;
typedef NDIS_STATUS NTAPI MINIPORT_PAUSE(NDIS_HANDLE MiniportAdapterContext, PNDIS_MINIPORT_PAUSE_PARAMETERS PauseParameters);  /* IRQL PASSIVE_LEVEL */
typedef MINIPORT_PAUSE *MINIPORT_PAUSE_HANDLER;
typedef NDIS_STATUS NTAPI MINIPORT_RESTART(NDIS_HANDLE MiniportAdapterContext, PNDIS_MINIPORT_RESTART_PARAMETERS RestartParameters);  /* IRQL PASSIVE_LEVEL */
typedef MINIPORT_RESTART *MINIPORT_RESTART_HANDLER;
/*
 * MiniportOidRequest: one at a time per adapter; NDIS_STATUS_PENDING and NdisMOidRequestComplete later. learn.microsoft.com/windows-hardware/drivers/ddi/ndis/nc-ndis-miniport_oid_request
 */
typedef NDIS_STATUS NTAPI MINIPORT_OID_REQUEST(NDIS_HANDLE MiniportAdapterContext, PNDIS_OID_REQUEST OidRequest);  /* IRQL PASSIVE_LEVEL */
typedef MINIPORT_OID_REQUEST *MINIPORT_OID_REQUEST_HANDLER;
typedef void NTAPI MINIPORT_CANCEL_SEND(NDIS_HANDLE MiniportAdapterContext, PVOID CancelId);  /* IRQL <= DISPATCH_LEVEL */
typedef MINIPORT_CANCEL_SEND *MINIPORT_CANCEL_SEND_HANDLER;
typedef BOOLEAN NTAPI MINIPORT_CHECK_FOR_HANG(NDIS_HANDLE MiniportAdapterContext);  /* IRQL PASSIVE_LEVEL */
typedef MINIPORT_CHECK_FOR_HANG *MINIPORT_CHECK_FOR_HANG_HANDLER;
typedef NDIS_STATUS NTAPI MINIPORT_RESET(NDIS_HANDLE MiniportAdapterContext, PBOOLEAN AddressingReset);  /* IRQL <= DISPATCH_LEVEL */
typedef MINIPORT_RESET *MINIPORT_RESET_HANDLER;
typedef struct _NET_DEVICE_PNP_EVENT NET_DEVICE_PNP_EVENT, *PNET_DEVICE_PNP_EVENT;
typedef void NTAPI MINIPORT_DEVICE_PNP_EVENT_NOTIFY(NDIS_HANDLE MiniportAdapterContext, PNET_DEVICE_PNP_EVENT NetDevicePnPEvent);  /* IRQL PASSIVE_LEVEL */
typedef MINIPORT_DEVICE_PNP_EVENT_NOTIFY *MINIPORT_DEVICE_PNP_EVENT_NOTIFY_HANDLER;

typedef enum _NDIS_SHUTDOWN_ACTION {
    NdisShutdownPowerOff,
    NdisShutdownBugCheck,
} NDIS_SHUTDOWN_ACTION, PNDIS_SHUTDOWN_ACTION;

typedef void NTAPI MINIPORT_SHUTDOWN(NDIS_HANDLE MiniportAdapterContext, NDIS_SHUTDOWN_ACTION ShutdownAction);
typedef MINIPORT_SHUTDOWN *MINIPORT_SHUTDOWN_HANDLER;
typedef void NTAPI MINIPORT_CANCEL_OID_REQUEST(NDIS_HANDLE MiniportAdapterContext, PVOID RequestId);  /* IRQL <= DISPATCH_LEVEL */
typedef MINIPORT_CANCEL_OID_REQUEST *MINIPORT_CANCEL_OID_REQUEST_HANDLER;
#if NDIS_SUPPORT_NDIS61
typedef NDIS_STATUS NTAPI MINIPORT_DIRECT_OID_REQUEST(NDIS_HANDLE MiniportAdapterContext, PNDIS_OID_REQUEST OidRequest);  /* IRQL <= DISPATCH_LEVEL */
typedef MINIPORT_DIRECT_OID_REQUEST *MINIPORT_DIRECT_OID_REQUEST_HANDLER;
typedef void NTAPI MINIPORT_CANCEL_DIRECT_OID_REQUEST(NDIS_HANDLE MiniportAdapterContext, PVOID RequestId);  /* IRQL <= DISPATCH_LEVEL */
typedef MINIPORT_CANCEL_DIRECT_OID_REQUEST *MINIPORT_CANCEL_DIRECT_OID_REQUEST_HANDLER;
#endif /* NDIS_SUPPORT_NDIS61 */
#if NDIS_SUPPORT_NDIS680
typedef NDIS_STATUS NTAPI MINIPORT_SYNCHRONOUS_OID_REQUEST(NDIS_HANDLE MiniportAdapterContext, NDIS_OID_REQUEST *OidRequest);  /* IRQL <= DISPATCH_LEVEL */
typedef MINIPORT_SYNCHRONOUS_OID_REQUEST *MINIPORT_SYNCHRONOUS_OID_REQUEST_HANDLER;
#endif /* NDIS_SUPPORT_NDIS680 */

#define NDIS_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_1         1
#if NDIS_SUPPORT_NDIS61
#define NDIS_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_2         2
#endif
#if NDIS_SUPPORT_NDIS680
#define NDIS_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_3         3
#endif
/*
 * A miniport's entry points and versions, passed to NdisMRegisterMiniportDriver from DriverEntry. Revision 1 belongs to NDIS 6.0, 2 to 6.1 (direct OIDs),
 * 3 to 6.80 (synchronous OIDs). MajorNdisVersion and MinorNdisVersion are the version the driver speaks from then on.
 * learn.microsoft.com/windows-hardware/drivers/ddi/ndis/ns-ndis-_ndis_miniport_driver_characteristics
 */
typedef struct _NDIS_MINIPORT_DRIVER_CHARACTERISTICS {
    NDIS_OBJECT_HEADER Header;
    UCHAR MajorNdisVersion;
    UCHAR MinorNdisVersion;
    UCHAR MajorDriverVersion;
    UCHAR MinorDriverVersion;
    ULONG Flags;
    SET_OPTIONS_HANDLER SetOptionsHandler;
    MINIPORT_INITIALIZE_HANDLER InitializeHandlerEx;
    MINIPORT_HALT_HANDLER HaltHandlerEx;
    MINIPORT_DRIVER_UNLOAD UnloadHandler;
    MINIPORT_PAUSE_HANDLER PauseHandler;
    MINIPORT_RESTART_HANDLER RestartHandler;
    MINIPORT_OID_REQUEST_HANDLER OidRequestHandler;
    MINIPORT_SEND_NET_BUFFER_LISTS_HANDLER SendNetBufferListsHandler;
    MINIPORT_RETURN_NET_BUFFER_LISTS_HANDLER ReturnNetBufferListsHandler;
    MINIPORT_CANCEL_SEND_HANDLER CancelSendHandler;
    MINIPORT_CHECK_FOR_HANG_HANDLER CheckForHangHandlerEx;
    MINIPORT_RESET_HANDLER ResetHandlerEx;
    MINIPORT_DEVICE_PNP_EVENT_NOTIFY_HANDLER DevicePnPEventNotifyHandler;
    MINIPORT_SHUTDOWN_HANDLER ShutdownHandlerEx;
    MINIPORT_CANCEL_OID_REQUEST_HANDLER CancelOidRequestHandler;
#if NDIS_SUPPORT_NDIS61
    MINIPORT_DIRECT_OID_REQUEST_HANDLER DirectOidRequestHandler;
    MINIPORT_CANCEL_DIRECT_OID_REQUEST_HANDLER CancelDirectOidRequestHandler;
#endif
#if NDIS_SUPPORT_NDIS680
    MINIPORT_SYNCHRONOUS_OID_REQUEST_HANDLER SynchronousOidRequestHandler;
#endif
} NDIS_MINIPORT_DRIVER_CHARACTERISTICS, *PNDIS_MINIPORT_DRIVER_CHARACTERISTICS;
#define NDIS_SIZEOF_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_1  RTL_SIZEOF_THROUGH_FIELD(NDIS_MINIPORT_DRIVER_CHARACTERISTICS, CancelOidRequestHandler)
#if NDIS_SUPPORT_NDIS61
#define NDIS_SIZEOF_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_2  RTL_SIZEOF_THROUGH_FIELD(NDIS_MINIPORT_DRIVER_CHARACTERISTICS, CancelDirectOidRequestHandler)
#endif
#if NDIS_SUPPORT_NDIS680
#define NDIS_SIZEOF_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_3  RTL_SIZEOF_THROUGH_FIELD(NDIS_MINIPORT_DRIVER_CHARACTERISTICS, SynchronousOidRequestHandler)
#endif

#if NDIS_SUPPORT_NDIS630
typedef NDIS_STATUS NTAPI MINIPORT_IDLE_NOTIFICATION(NDIS_HANDLE MiniportAdapterContext, BOOLEAN ForceIdle);  /* IRQL PASSIVE_LEVEL */
typedef MINIPORT_IDLE_NOTIFICATION *MINIPORT_IDLE_NOTIFICATION_HANDLER;
typedef void NTAPI MINIPORT_CANCEL_IDLE_NOTIFICATION(NDIS_HANDLE MiniportAdapterContext);  /* IRQL PASSIVE_LEVEL */
typedef MINIPORT_CANCEL_IDLE_NOTIFICATION *MINIPORT_CANCEL_IDLE_NOTIFICATION_HANDLER;

#define NDIS_MINIPORT_SS_CHARACTERISTICS_REVISION_1             1
typedef struct _NDIS_MINIPORT_SS_CHARACTERISTICS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    MINIPORT_IDLE_NOTIFICATION_HANDLER IdleNotificationHandler;
    MINIPORT_CANCEL_IDLE_NOTIFICATION_HANDLER CancelIdleNotificationHandler;
} NDIS_MINIPORT_SS_CHARACTERISTICS, *PNDIS_MINIPORT_SS_CHARACTERISTICS;
#define NDIS_SIZEOF_MINIPORT_SS_CHARACTERISTICS_REVISION_1      RTL_SIZEOF_THROUGH_FIELD(NDIS_MINIPORT_SS_CHARACTERISTICS, CancelIdleNotificationHandler)

#endif /* NDIS_SUPPORT_NDIS630 */

typedef struct _VAR_STRING {
    ULONG ulTotalSize;
    ULONG ulNeededSize;
    ULONG ulUsedSize;
    ULONG ulStringFormat;
    ULONG ulStringSize;
    ULONG ulStringOffset;
} VAR_STRING, *PVAR_STRING;

typedef CM_MCA_POS_DATA NDIS_MCA_POS_DATA;
typedef CM_EISA_SLOT_INFORMATION NDIS_EISA_SLOT_INFORMATION;
typedef CM_EISA_FUNCTION_INFORMATION NDIS_EISA_FUNCTION_INFORMATION;
typedef KMUTEX NDIS_MUTEX;
typedef struct _X_FILTER ETH_FILTER, NULL_FILTER, TR_FILTER, *PETH_FILTER, *PNULL_FILTER, *PTR_FILTER;
typedef MINIPORT_PNP_IRP *MINIPORT_PNP_IRP_HANDLER;
typedef NDIS_STATUS NTAPI MINIPORT_SET_OPTIONS(NDIS_HANDLE NdisDriverHandle, NDIS_HANDLE DriverContext);
typedef NDIS_STATUS NTAPI MINIPORT_START_DEVICE(NDIS_HANDLE MiniportAddDeviceContext, PIRP Irp);

typedef enum _NDIS_ENVIRONMENT_TYPE {
    NdisEnvironmentWindows,
    NdisEnvironmentWindowsNt,
} NDIS_ENVIRONMENT_TYPE, *PNDIS_ENVIRONMENT_TYPE;

typedef PVOID NDIS_MINIPORT_ADAPTER_CONTEXT;
typedef PVOID NDIS_MINIPORT_ADAPTER_HANDLE;
typedef PVOID NDIS_MINIPORT_DRIVER_CONTEXT;
typedef PVOID NDIS_MINIPORT_DRIVER_HANDLE;

typedef enum _NDIS_POWER_PROFILE {
    NdisPowerProfileBattery,
    NdisPowerProfileAcOnLine,
} NDIS_POWER_PROFILE, *PNDIS_POWER_PROFILE;

typedef struct _NDIS_WRAPPER_HANDLE NDIS_WRAPPER_HANDLE, *PNDIS_WRAPPER_HANDLE;
typedef PCUNICODE_STRING PCNDIS_STRING;
typedef struct FILTERDBS FILTERDBS, *PFILTERDBS;
typedef int *PINT;
typedef CM_EISA_FUNCTION_INFORMATION *PNDIS_EISA_FUNCTION_INFORMATION;
typedef CM_EISA_SLOT_INFORMATION *PNDIS_EISA_SLOT_INFORMATION;
typedef CM_MCA_POS_DATA *PNDIS_MCA_POS_DATA;
typedef KMUTEX *PNDIS_MUTEX;

typedef NTSTATUS (NTAPI *TDI_PNP_HANDLER)(PUNICODE_STRING UpperComponent, PUNICODE_STRING LowerComponent, PUNICODE_STRING BindList,
    PVOID ReconfigBuffer, UINT ReconfigBufferSize, UINT Operation);

typedef NTSTATUS (NTAPI *TDI_REGISTER_CALLBACK)(PUNICODE_STRING DeviceName, HANDLE *TdiHandle);
#if NDIS_SUPPORT_NDIS650
typedef struct _NDIS_PD_QUEUE NDIS_PD_QUEUE;
#endif /* NDIS_SUPPORT_NDIS650 */

#if NDIS_SUPPORT_NDIS620
NDISSYSAPI USHORT NTAPI NdisActiveGroupCount(void);  /* any IRQL */
#endif
NDISSYSAPI NDIS_STATUS NTAPI NdisAllocateCloneOidRequest(NDIS_HANDLE SourceHandle, PNDIS_OID_REQUEST OidRequest, UINT PoolTag,
    PNDIS_OID_REQUEST *ClonedOidRequest);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI PNDIS_GENERIC_OBJECT NTAPI NdisAllocateGenericObject(PDRIVER_OBJECT DriverObject, ULONG Tag, USHORT Size);  /* IRQL <= DISPATCH_LEVEL */
#if NDIS_SUPPORT_NDIS620
NDISSYSAPI NDIS_STATUS NTAPI NdisBuildScatterGatherList(NDIS_HANDLE NdisHandle, PNDIS_SCATTER_GATHER_LIST_PARAMETERS SGListParameters);  /* IRQL DISPATCH_LEVEL */
#endif
NDISSYSAPI void NTAPI NdisCompleteUnbindAdapterEx(NDIS_HANDLE UnbindContext);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisCopyBuffer(PNDIS_STATUS Status, PNDIS_BUFFER *Buffer, NDIS_HANDLE PoolHandle, PVOID MemoryDescriptor, UINT Offset,
    UINT Length);
NDISSYSAPI void NTAPI NdisDeregisterDeviceEx(NDIS_HANDLE NdisDeviceHandle);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI void NTAPI NdisDeregisterTdiCallBack(void);
NDISSYSAPI NDIS_STATUS NTAPI NdisEnumerateFilterModules(NDIS_HANDLE NdisHandle, PVOID InterfaceBuffer, ULONG InterfaceBufferLength,
    PULONG BytesNeeded, PULONG BytesWritten);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI void NTAPI NdisFreeCloneOidRequest(NDIS_HANDLE SourceHandle, PNDIS_OID_REQUEST Request);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisFreeGenericObject(PNDIS_GENERIC_OBJECT NdisObject);  /* IRQL <= DISPATCH_LEVEL */
#if NDIS_SUPPORT_NDIS620
NDISSYSAPI void NTAPI NdisFreeScatterGatherList(NDIS_HANDLE NdisHandle, PSCATTER_GATHER_LIST ScatterGatherListBuffer, BOOLEAN WriteToDevice);  /* IRQL DISPATCH_LEVEL */
#endif
NDISSYSAPI PVOID NTAPI NdisGetDeviceReservedExtension(PDEVICE_OBJECT DeviceObject);  /* any IRQL */
NDISSYSAPI PVOID NTAPI NdisGetRoutineAddress(PNDIS_STRING NdisRoutineName);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI void NTAPI NdisMCloseLog(NDIS_HANDLE LogHandle);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI NDIS_STATUS NTAPI NdisMCreateLog(NDIS_HANDLE MiniportAdapterHandle, UINT Size, PNDIS_HANDLE LogHandle);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI void NTAPI NdisMDeregisterMiniportDriver(NDIS_HANDLE NdisMiniportDriverHandle);  /* IRQL PASSIVE_LEVEL */
#if NDIS_SUPPORT_NDIS61
NDISSYSAPI void NTAPI NdisMDirectOidRequestComplete(NDIS_HANDLE MiniportAdapterHandle, PNDIS_OID_REQUEST OidRequest, NDIS_STATUS Status);  /* IRQL <= DISPATCH_LEVEL */
#endif
#if NDIS_SUPPORT_NDIS630
NDISSYSAPI NDIS_STATUS NTAPI NdisMEnableVirtualization(NDIS_HANDLE NdisMiniportHandle, USHORT NumVFs, BOOLEAN EnableVFMigration,
    BOOLEAN EnableMigrationInterrupt, BOOLEAN EnableVirtualization);  /* IRQL PASSIVE_LEVEL */
#endif
NDISSYSAPI void NTAPI NdisMFlushLog(NDIS_HANDLE LogHandle);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisMGetDeviceProperty(NDIS_HANDLE MiniportAdapterHandle, PDEVICE_OBJECT *PhysicalDeviceObject,
    PDEVICE_OBJECT *FunctionalDeviceObject, PDEVICE_OBJECT *NextDeviceObject, PCM_RESOURCE_LIST *AllocatedResources,
    PCM_RESOURCE_LIST *AllocatedResourcesTranslated);  /* IRQL PASSIVE_LEVEL */
#if NDIS_SUPPORT_NDIS630
NDISSYSAPI void NTAPI NdisMGetVirtualDeviceLocation(NDIS_HANDLE NdisMiniportHandle, NDIS_SRIOV_FUNCTION_ID VFId, PUSHORT SegmentNumber,
    PUCHAR BusNumber, PVOID Reserved, PUCHAR FunctionNumber);
NDISSYSAPI void NTAPI NdisMGetVirtualFunctionLocation(NDIS_HANDLE NdisMiniportHandle, NDIS_SRIOV_FUNCTION_ID VFId, PUSHORT SegmentNumber,
    PUCHAR BusNumber, PUCHAR FunctionNumber);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI void NTAPI NdisMIdleNotificationComplete(NDIS_HANDLE MiniportAdapterHandle);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisMIdleNotificationConfirm(NDIS_HANDLE MiniportAdapterHandle, NDIS_DEVICE_POWER_STATE IdlePowerState);  /* IRQL PASSIVE_LEVEL */
#endif
NDISSYSAPI void NTAPI NdisMIndicateStatusEx(NDIS_HANDLE MiniportAdapterHandle, PNDIS_STATUS_INDICATION StatusIndication);  /* IRQL <= DISPATCH_LEVEL */
#if NDIS_SUPPORT_NDIS630
NDISSYSAPI void NTAPI NdisMInvalidateConfigBlock(NDIS_HANDLE NdisMiniportHandle, NDIS_SRIOV_FUNCTION_ID VFId, ULONGLONG BlockMask);  /* IRQL <= DISPATCH_LEVEL */
#endif
NDISSYSAPI void NTAPI NdisMOidRequestComplete(NDIS_HANDLE MiniportAdapterHandle, PNDIS_OID_REQUEST OidRequest, NDIS_STATUS Status);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisMPauseComplete(NDIS_HANDLE MiniportAdapterHandle);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI NDIS_STATUS NTAPI NdisMQueryAdapterInstanceName(PNDIS_STRING pAdapterInstanceName, NDIS_HANDLE MiniportHandle);  /* IRQL PASSIVE_LEVEL */
#if NDIS_SUPPORT_NDIS630
NDISSYSAPI NDIS_STATUS NTAPI NdisMQueryProbedBars(NDIS_HANDLE NdisMiniportHandle, PULONG BaseRegisterValues);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI NDIS_STATUS NTAPI NdisMReadConfigBlock(NDIS_HANDLE NdisMiniportHandle, ULONG BlockId, PVOID Buffer, ULONG Length);  /* IRQL <= APC_LEVEL */
#endif
NDISSYSAPI NDIS_STATUS NTAPI NdisMRegisterMiniportDriver(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath, NDIS_HANDLE MiniportDriverContext,
    PNDIS_MINIPORT_DRIVER_CHARACTERISTICS MiniportDriverCharacteristics, PNDIS_HANDLE NdisMiniportDriverHandle);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI NDIS_STATUS NTAPI NdisMRemoveMiniport(NDIS_HANDLE MiniportHandle);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI void NTAPI NdisMResetComplete(NDIS_HANDLE MiniportAdapterHandle, NDIS_STATUS Status, BOOLEAN AddressingReset);  /* IRQL <= DISPATCH_LEVEL */
#if NDIS_SUPPORT_NDIS630
NDISSYSAPI void NTAPI NdisMResetMiniport(NDIS_HANDLE MiniportAdapterHandle);  /* IRQL <= DISPATCH_LEVEL */
#endif
NDISSYSAPI void NTAPI NdisMRestartComplete(NDIS_HANDLE MiniportAdapterHandle, NDIS_STATUS Status);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI NDIS_STATUS NTAPI NdisMSetMiniportAttributes(NDIS_HANDLE NdisMiniportHandle, PNDIS_MINIPORT_ADAPTER_ATTRIBUTES MiniportAttributes);  /* IRQL PASSIVE_LEVEL */
#if NDIS_SUPPORT_NDIS650
NDISSYSAPI void NTAPI NdisMTriggerPDDrainNotification(NDIS_PD_QUEUE *Queue, BOOLEAN Isr);
#endif
#if NDIS_SUPPORT_NDIS630
NDISSYSAPI NDIS_STATUS NTAPI NdisMWriteConfigBlock(NDIS_HANDLE NdisMiniportHandle, ULONG BlockId, PVOID Buffer, ULONG Length);  /* IRQL <= APC_LEVEL */
#endif
NDISSYSAPI NDIS_STATUS NTAPI NdisMWriteLogData(NDIS_HANDLE LogHandle, PVOID LogBuffer, UINT LogBufferSize);  /* IRQL <= DISPATCH_LEVEL */
#if NDIS_SUPPORT_NDIS620
NDISSYSAPI USHORT NTAPI NdisMaxGroupCount(void);  /* any IRQL */
#endif
NDISSYSAPI NDIS_STATUS NTAPI NdisQueryAdapterInstanceName(PNDIS_STRING pAdapterInstanceName, NDIS_HANDLE NdisBindingHandle);  /* IRQL <= DISPATCH_LEVEL */
NDISSYSAPI NDIS_STATUS NTAPI NdisRegisterDeviceEx(NDIS_HANDLE NdisHandle, PNDIS_DEVICE_OBJECT_ATTRIBUTES DeviceObjectAttributes,
    PDEVICE_OBJECT *pDeviceObject, PNDIS_HANDLE NdisDeviceHandle);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI void NTAPI NdisRegisterTdiCallBack(TDI_REGISTER_CALLBACK RegisterCallback, TDI_PNP_HANDLER PnPHandler);
NDISSYSAPI NDIS_STATUS NTAPI NdisSetOptionalHandlers(NDIS_HANDLE NdisHandle, PNDIS_DRIVER_OPTIONAL_HANDLERS OptionalHandlers);  /* IRQL PASSIVE_LEVEL */
NDISSYSAPI NDIS_STATUS NTAPI NdisUnbindAdapter(NDIS_HANDLE NdisBindingHandle);  /* IRQL <= DISPATCH_LEVEL */

#endif
