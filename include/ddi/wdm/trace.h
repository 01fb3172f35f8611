/*
 * wdm/trace.h: event tracing and WMI.
 * learn.microsoft.com/windows-hardware/drivers/devtest/adding-event-tracing-to-kernel-mode-drivers
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/wdm/ + nf-wdm-<function>, ns-wdm-_<structure>, ne-wdm-_<enumeration>, nc-wdm-<callback>, all lower case.
 * A part of wdm.h: include that.
 */
#ifndef FLUE_DDI_WDM_TRACE_H
#define FLUE_DDI_WDM_TRACE_H

#define WDM_MAJORVERSION                                        6
#define WDM_MINORVERSION                                        0
#define WMIREG_ACTION_REGISTER                                  1
#define WMIREG_ACTION_DEREGISTER                                2
#define WMIREG_ACTION_REREGISTER                                3
#define WMIREG_ACTION_UPDATE_GUIDS                              4
#define WMIREG_ACTION_BLOCK_IRPS                                5
#define WMIREGISTER                                             0
#define WMIUPDATE                                               1
#define REFTAG_AFDCONN                                          0x43646641
#define REFTAG_AFDENDPOINT                                      0x45646641
#define REFTAG_AFDPOLL                                          0x50646641
#define REFTAG_ALEIO                                            0x49656C41
#define REFTAG_ALEPROCTBL                                       0x50656C41
#define REFTAG_ALESIDTOKEN                                      0x53656C41
#define REFTAG_CFSFILTER                                        0x46736643
#define REFTAG_DWMKERNEL                                        0x4B6D7744
#define REFTAG_HTTP                                             0x70747448
#define REFTAG_MAILSLOT                                         0x7346734D
#define REFTAG_NFSVOLUME                                        0x5673664E
#define REFTAG_PGMFILE                                          0x546D6750
#define REFTAG_PSLOOKUP                                         0x554C7350
#define REFTAG_PSNOTIFICATION                                   0x6F4E7350
#define REFTAG_PSWAKE                                           0x6B577350
#define REFTAG_RAWENDPOINT                                      0x45776152
#define REFTAG_TCPENDPOINT                                      0x45706354
#define REFTAG_TCPLISTENER                                      0x4C706354
#define REFTAG_TCPTCB                                           0x54706354
#define REFTAG_UDPENDPOINT                                      0x45706455
#define REFTAG_USRKDESKTOP                                      0x44727355
#define REFTAG_VIDEO_PORT_I386                                  0x69646956
#define REFTAG_VIDEO_PORT                                       0x50646956
#define REFTAG_WIN32K                                           0x6B323357
#define REFTAG_WIN32KQUEUE                                      0x71323357
#define REFTAG_WIN32KRESTRICT                                   0x72323357
#define REFTAG_WIN32KSERVER                                     0x53323357
#define REFTAG_WIN32KSTUBS                                      0x73323357
#define REFTAG_WS2IFSL                                          0x69327357
#define REFTAG_WSKNAMERES                                       0x4E6B7357
#define REFTAG_WSKPROV                                          0x506B7357
#define REFTAG_WSKTDI                                           0x546B7357

typedef ULONG64 TRACEHANDLE;

typedef struct _ETW_TRACE_SESSION_SETTINGS {
    ULONG Version;
    ULONG BufferSize;
    ULONG MinimumBuffers;
    ULONG MaximumBuffers;
    ULONG LoggerMode;
    ULONG FlushTimer;
    ULONG FlushThreshold;
    ULONG ClockType;
} ETW_TRACE_SESSION_SETTINGS, *PETW_TRACE_SESSION_SETTINGS;

typedef void NTAPI ETWENABLECALLBACK(LPCGUID SourceId, ULONG ControlCode, UCHAR Level, ULONGLONG MatchAnyKeyword, ULONGLONG MatchAllKeyword,
    PEVENT_FILTER_DESCRIPTOR FilterData, PVOID CallbackContext);  /* IRQL PASSIVE_LEVEL */

typedef void (NTAPI *PETWENABLECALLBACK)(void);
typedef ULONG64 *PTRACEHANDLE;

typedef enum _TRACE_INFORMATION_CLASS {
    TraceIdClass,
    TraceHandleClass,
    TraceEnableFlagsClass,
    TraceEnableLevelClass,
    GlobalLoggerHandleClass,
    EventLoggerHandleClass,
    AllLoggerHandlesClass,
    TraceHandleByNameClass,
    LoggerEventsLostClass,
    TraceSessionSettingsClass,
    LoggerEventsLoggedClass,
    DiskIoNotifyRoutinesClass,
    TraceInformationClassReserved1,
    FltIoNotifyRoutinesClass,
    TraceInformationClassReserved2,
    WdfNotifyRoutinesClass,
    MaxTraceInformationClass,
} TRACE_INFORMATION_CLASS;

typedef void NTAPI FWMI_NOTIFICATION_CALLBACK(PVOID Wnode, PVOID Context);
typedef FWMI_NOTIFICATION_CALLBACK *WMI_NOTIFICATION_CALLBACK;

NTKERNELAPI NTSTATUS NTAPI EtwActivityIdControl(ULONG ControlCode, LPGUID ActivityId);
NTKERNELAPI BOOLEAN NTAPI EtwEventEnabled(REGHANDLE RegHandle, PCEVENT_DESCRIPTOR EventDescriptor);  /* any IRQL */
NTKERNELAPI BOOLEAN NTAPI EtwProviderEnabled(REGHANDLE RegHandle, UCHAR Level, ULONGLONG Keyword);  /* any IRQL */
NTKERNELAPI NTSTATUS NTAPI EtwRegister(LPCGUID ProviderId, PETWENABLECALLBACK EnableCallback, PVOID CallbackContext, PREGHANDLE RegHandle);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI EtwSetInformation(REGHANDLE RegHandle, EVENT_INFO_CLASS InformationClass, PVOID EventInformation, ULONG InformationLength);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI EtwUnregister(REGHANDLE RegHandle);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI EtwWrite(REGHANDLE RegHandle, PCEVENT_DESCRIPTOR EventDescriptor, LPCGUID ActivityId, ULONG UserDataCount,
    PEVENT_DATA_DESCRIPTOR UserData);  /* any IRQL */
NTKERNELAPI NTSTATUS NTAPI EtwWriteEx(REGHANDLE RegHandle, PCEVENT_DESCRIPTOR EventDescriptor, ULONG64 Filter, ULONG Flags, LPCGUID ActivityId,
    LPCGUID RelatedActivityId, ULONG UserDataCount, PEVENT_DATA_DESCRIPTOR UserData);
NTKERNELAPI NTSTATUS NTAPI EtwWriteString(REGHANDLE RegHandle, UCHAR Level, ULONGLONG Keyword, LPCGUID ActivityId, PCWSTR String);  /* any IRQL */
NTKERNELAPI NTSTATUS NTAPI EtwWriteTransfer(REGHANDLE RegHandle, PCEVENT_DESCRIPTOR EventDescriptor, LPCGUID ActivityId, LPCGUID RelatedActivityId,
    ULONG UserDataCount, PEVENT_DATA_DESCRIPTOR UserData);  /* any IRQL */
NTKERNELAPI NTSTATUS NTAPI IoWMIAllocateInstanceIds(LPCGUID Guid, ULONG InstanceCount, ULONG *FirstInstanceId);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoWMIDeviceObjectToInstanceName(PVOID DataBlockObject, PDEVICE_OBJECT DeviceObject, PUNICODE_STRING InstanceName);  /* IRQL <= APC_LEVEL */
NTKERNELAPI ULONG NTAPI IoWMIDeviceObjectToProviderId(PDEVICE_OBJECT DeviceObject);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoWMIExecuteMethod(PVOID DataBlockObject, PUNICODE_STRING InstanceName, ULONG MethodId, ULONG InBufferSize,
    PULONG OutBufferSize, PUCHAR InOutBuffer);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoWMIHandleToInstanceName(PVOID DataBlockObject, HANDLE FileHandle, PUNICODE_STRING InstanceName);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoWMIOpenBlock(LPCGUID Guid, ULONG DesiredAccess, PVOID *DataBlockObject);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoWMIQueryAllData(PVOID DataBlockObject, PULONG InOutBufferSize, PVOID OutBuffer);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoWMIQueryAllDataMultiple(PVOID *DataBlockObjectList, ULONG ObjectCount, PULONG InOutBufferSize, PVOID OutBuffer);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoWMIQuerySingleInstance(PVOID DataBlockObject, PUNICODE_STRING InstanceName, PULONG InOutBufferSize, PVOID OutBuffer);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoWMIQuerySingleInstanceMultiple(PVOID *DataBlockObjectList, PUNICODE_STRING InstanceNames, ULONG ObjectCount,
    PULONG InOutBufferSize, PVOID OutBuffer);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoWMIRegistrationControl(PDEVICE_OBJECT DeviceObject, ULONG Action);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoWMISetNotificationCallback(PVOID Object, WMI_NOTIFICATION_CALLBACK Callback, PVOID Context);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoWMISetSingleInstance(PVOID DataBlockObject, PUNICODE_STRING InstanceName, ULONG Version, ULONG ValueBufferSize,
    PVOID ValueBuffer);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoWMISetSingleItem(PVOID DataBlockObject, PUNICODE_STRING InstanceName, ULONG DataItemId, ULONG Version,
    ULONG ValueBufferSize, PVOID ValueBuffer);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoWMISuggestInstanceName(PDEVICE_OBJECT PhysicalDeviceObject, PUNICODE_STRING SymbolicLinkName, BOOLEAN CombineNames,
    PUNICODE_STRING SuggestedInstanceName);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoWMIWriteEvent(PVOID WnodeEventItem);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI WmiQueryTraceInformation(TRACE_INFORMATION_CLASS TraceInformationClass, PVOID TraceInformation,
    ULONG TraceInformationLength, PULONG RequiredLength, PVOID Buffer);

#endif
