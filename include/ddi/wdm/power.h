/*
 * wdm/power.h: power management.
 * learn.microsoft.com/windows-hardware/drivers/kernel/introduction-to-power-management
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/wdm/ + nf-wdm-<function>, ns-wdm-_<structure>, ne-wdm-_<enumeration>, nc-wdm-<callback>, all lower case.
 * A part of wdm.h: include that.
 */
#ifndef FLUE_DDI_WDM_POWER_H
#define FLUE_DDI_WDM_POWER_H

#define POWER_LEVEL                                             14
#define PORT_MAXIMUM_MESSAGE_LENGTH                             0x00000200
#define POWERBUTTON_ACTION_INDEX_NOTHING                        0
#define POWERBUTTON_ACTION_INDEX_SLEEP                          1
#define POWERBUTTON_ACTION_INDEX_HIBERNATE                      2
#define POWERBUTTON_ACTION_INDEX_SHUTDOWN                       3
#define POWERBUTTON_ACTION_INDEX_TURN_OFF_THE_DISPLAY           4
#define POWERBUTTON_ACTION_VALUE_NOTHING                        0
#define POWERBUTTON_ACTION_VALUE_SLEEP                          2
#define POWERBUTTON_ACTION_VALUE_HIBERNATE                      3
#define POWERBUTTON_ACTION_VALUE_SHUTDOWN                       6
#define POWERBUTTON_ACTION_VALUE_TURN_OFF_THE_DISPLAY           8
#define PERFSTATE_POLICY_CHANGE_IDEAL                           0
#define PERFSTATE_POLICY_CHANGE_SINGLE                          1
#define PERFSTATE_POLICY_CHANGE_ROCKET                          2
#define PERFSTATE_POLICY_CHANGE_IDEAL_AGGRESSIVE                3
#define PERFSTATE_POLICY_CHANGE_DECREASE_MAX                    2
#define PERFSTATE_POLICY_CHANGE_INCREASE_MAX                    3
#define PROCESSOR_PERF_BOOST_POLICY_DISABLED                    0
#define PROCESSOR_PERF_BOOST_POLICY_MAX                         100
#define PROCESSOR_PERF_BOOST_MODE_DISABLED                      0
#define PROCESSOR_PERF_BOOST_MODE_ENABLED                       1
#define PROCESSOR_PERF_BOOST_MODE_AGGRESSIVE                    2
#define PROCESSOR_PERF_BOOST_MODE_EFFICIENT_ENABLED             3
#define PROCESSOR_PERF_BOOST_MODE_EFFICIENT_AGGRESSIVE          4
#define PROCESSOR_PERF_BOOST_MODE_AGGRESSIVE_AT_GUARANTEED      5
#define PROCESSOR_PERF_BOOST_MODE_EFFICIENT_AGGRESSIVE_AT_GUARANTEED 6
#define PROCESSOR_PERF_BOOST_MODE_MAX                           6
#define PROCESSOR_PERF_AUTONOMOUS_MODE_DISABLED                 0
#define PROCESSOR_PERF_AUTONOMOUS_MODE_ENABLED                  1
#define PROCESSOR_PERF_PERFORMANCE_PREFERENCE                   255
#define PROCESSOR_PERF_ENERGY_PREFERENCE                        0
#define PROCESSOR_PERF_MINIMUM_ACTIVITY_WINDOW                  0
#define PROCESSOR_PERF_MAXIMUM_ACTIVITY_WINDOW                  0x4BB2A980
#define CORE_PARKING_POLICY_CHANGE_IDEAL                        0
#define CORE_PARKING_POLICY_CHANGE_SINGLE                       1
#define CORE_PARKING_POLICY_CHANGE_ROCKET                       2
#define CORE_PARKING_POLICY_CHANGE_MULTISTEP                    3
#define CORE_PARKING_POLICY_CHANGE_MAX                          3
#define POWER_DEVICE_IDLE_POLICY_PERFORMANCE                    0
#define POWER_DEVICE_IDLE_POLICY_CONSERVATIVE                   1
#define POWER_CONNECTIVITY_IN_STANDBY_DISABLED                  0
#define POWER_CONNECTIVITY_IN_STANDBY_ENABLED                   1
#define POWER_CONNECTIVITY_IN_STANDBY_SYSTEM_MANAGED            2
#define POWER_DISCONNECTED_STANDBY_MODE_NORMAL                  0
#define POWER_DISCONNECTED_STANDBY_MODE_AGGRESSIVE              1
#define POWER_SYSTEM_MAXIMUM                                    7
#define IOCTL_QUERY_DEVICE_POWER_STATE                          0x00294000
#define ES_SYSTEM_REQUIRED                                      1
#define ES_DISPLAY_REQUIRED                                     2
#define ES_USER_PRESENT                                         4
#define ES_AWAYMODE_REQUIRED                                    0x40
#define ES_CONTINUOUS                                           0x80000000
#define DIAGNOSTIC_REASON_VERSION                               0
#define DIAGNOSTIC_REASON_SIMPLE_STRING                         1
#define DIAGNOSTIC_REASON_DETAILED_STRING                       2
#define DIAGNOSTIC_REASON_NOT_SPECIFIED                         0x80000000
#define DIAGNOSTIC_REASON_INVALID_FLAGS                         0x7FFFFFF8
#define POWER_REQUEST_CONTEXT_VERSION                           0
#define POWER_REQUEST_CONTEXT_SIMPLE_STRING                     1
#define POWER_REQUEST_CONTEXT_DETAILED_STRING                   2
#define PDCAP_D0_SUPPORTED                                      1
#define PDCAP_D1_SUPPORTED                                      2
#define PDCAP_D2_SUPPORTED                                      4
#define PDCAP_D3_SUPPORTED                                      8
#define PDCAP_WAKE_FROM_D0_SUPPORTED                            0x10
#define PDCAP_WAKE_FROM_D1_SUPPORTED                            0x20
#define PDCAP_WAKE_FROM_D2_SUPPORTED                            0x40
#define PDCAP_WAKE_FROM_D3_SUPPORTED                            0x80
#define PDCAP_WARM_EJECT_SUPPORTED                              0x00000100
#define POWER_SETTING_VALUE_VERSION                             1
#define POWER_PLATFORM_ROLE_V1                                  1
#define POWER_PLATFORM_ROLE_V1_MAX                              8
#define POWER_PLATFORM_ROLE_V2                                  2
#define POWER_PLATFORM_ROLE_V2_MAX                              9
#define POWER_PLATFORM_ROLE_VERSION                             2
#define POWER_PLATFORM_ROLE_VERSION_MAX                         9
#define POOL_TAGGING                                            1
#define POOL_COLD_ALLOCATION                                    0x00000100
#define POOL_NX_ALLOCATION                                      0x00000200
#define POOL_QUOTA_FAIL_INSTEAD_OF_RAISE                        8
#define POOL_RAISE_IF_ALLOCATION_FAILURE                        0x10
#define IRP_MJ_POWER                                            22
#define IRP_MJ_PNP_POWER                                        27
#define IRP_MN_POWER_SEQUENCE                                   1
#define IRP_MN_SET_POWER                                        2
#define IRP_MN_QUERY_POWER                                      3
#define PO_MEM_PRESERVE                                         1
#define PO_MEM_CLONE                                            2
#define PO_MEM_CL_OR_NCHK                                       4
#define PO_MEM_DISCARD                                          0x00008000
#define PO_MEM_PAGE_ADDRESS                                     0x00004000
#define PO_MEM_BOOT_PHASE                                       0x00010000
#define PO_CB_SYSTEM_POWER_POLICY                               0
#define PO_CB_AC_STATUS                                         1
#define PO_CB_BUTTON_COLLISION                                  2
#define PO_CB_SYSTEM_STATE_LOCK                                 3
#define PO_CB_LID_SWITCH_STATE                                  4
#define PO_CB_PROCESSOR_POWER_POLICY                            5
#define PO_FX_VERSION_V1                                        1
#define PO_FX_VERSION_V2                                        2
#define PO_FX_VERSION                                           1
#define PO_FX_COMPONENT_FLAG_F0_ON_DX                           1
#define PO_FX_COMPONENT_FLAG_NO_DEBOUNCE                        2
#define PO_FX_UNKNOWN_POWER                                     0xFFFFFFFF
#define PO_FX_UNKNOWN_TIME                                      0xFFFFFFFFFFFFFFFFULL
#define PO_FX_FLAG_BLOCKING                                     1
#define PO_FX_FLAG_ASYNC_ONLY                                   2
#define PO_FX_FLAG_PERF_PEP_OPTIONAL                            1
#define PO_FX_FLAG_PERF_QUERY_ON_F0                             2
#define PO_FX_FLAG_PERF_QUERY_ON_ALL_IDLE_STATES                4

typedef ULONG EXECUTION_STATE;

typedef enum _SYSTEM_POWER_STATE {
    PowerSystemUnspecified,
    PowerSystemWorking,
    PowerSystemSleeping1,
    PowerSystemSleeping2,
    PowerSystemSleeping3,
    PowerSystemHibernate,
    PowerSystemShutdown,
    PowerSystemMaximum,
} SYSTEM_POWER_STATE, *PSYSTEM_POWER_STATE;

typedef enum _DEVICE_POWER_STATE {
    PowerDeviceUnspecified,
    PowerDeviceD0,
    PowerDeviceD1,
    PowerDeviceD2,
    PowerDeviceD3,
    PowerDeviceMaximum,
} DEVICE_POWER_STATE, *PDEVICE_POWER_STATE;

typedef union _POWER_STATE {
    SYSTEM_POWER_STATE SystemState;
    DEVICE_POWER_STATE DeviceState;
} POWER_STATE, *PPOWER_STATE;

typedef struct _SYSTEM_POWER_STATE_CONTEXT {
    union {
        struct {
            ULONG Reserved1 : 8;
            ULONG TargetSystemState : 4;
            ULONG EffectiveSystemState : 4;
            ULONG CurrentSystemState : 4;
            ULONG IgnoreHibernationPath : 1;
            ULONG PseudoTransition : 1;
            ULONG KernelSoftReboot : 1;
            ULONG Reserved2 : 9;
        };
        ULONG ContextAsUlong;
    };
} SYSTEM_POWER_STATE_CONTEXT, *PSYSTEM_POWER_STATE_CONTEXT;

typedef struct _COUNTED_REASON_CONTEXT {
    ULONG Version;
    ULONG Flags;
    union {
        struct {
            UNICODE_STRING ResourceFileName;
            USHORT ResourceReasonId;
            ULONG StringCount;
            PUNICODE_STRING ReasonStrings;
        };
        UNICODE_STRING SimpleString;
    };
} COUNTED_REASON_CONTEXT, *PCOUNTED_REASON_CONTEXT;

typedef struct CM_Power_Data_s {
    ULONG PD_Size;
    DEVICE_POWER_STATE PD_MostRecentPowerState;
    ULONG PD_Capabilities;
    ULONG PD_D1Latency;
    ULONG PD_D2Latency;
    ULONG PD_D3Latency;
    DEVICE_POWER_STATE PD_PowerStateMapping[7];
    SYSTEM_POWER_STATE PD_DeepestSystemWake;
} CM_POWER_DATA, *PCM_POWER_DATA;

typedef enum POWER_USER_PRESENCE_TYPE {
    UserNotPresent,
    UserPresent,
    UserUnknown = 255,
} POWER_USER_PRESENCE_TYPE, *PPOWER_USER_PRESENCE_TYPE;

typedef struct _POWER_USER_PRESENCE {
    POWER_USER_PRESENCE_TYPE UserPresence;
} POWER_USER_PRESENCE, *PPOWER_USER_PRESENCE;

typedef struct _POWER_SESSION_CONNECT {
    BOOLEAN Connected;
    BOOLEAN Console;
} POWER_SESSION_CONNECT, *PPOWER_SESSION_CONNECT;

typedef struct _POWER_SESSION_TIMEOUTS {
    ULONG InputTimeout;
    ULONG DisplayTimeout;
} POWER_SESSION_TIMEOUTS, *PPOWER_SESSION_TIMEOUTS;

typedef struct _POWER_SESSION_RIT_STATE {
    BOOLEAN Active;
    ULONG LastInputTime;
} POWER_SESSION_RIT_STATE, *PPOWER_SESSION_RIT_STATE;

typedef struct _POWER_SESSION_WINLOGON {
    ULONG SessionId;
    BOOLEAN Console;
    BOOLEAN Locked;
} POWER_SESSION_WINLOGON, *PPOWER_SESSION_WINLOGON;

typedef struct _POWER_IDLE_RESILIENCY {
    ULONG CoalescingTimeout;
    ULONG IdleResiliencyPeriod;
} POWER_IDLE_RESILIENCY, *PPOWER_IDLE_RESILIENCY;

typedef enum POWER_MONITOR_REQUEST_REASON {
    MonitorRequestReasonUnknown,
    MonitorRequestReasonPowerButton,
    MonitorRequestReasonRemoteConnection,
    MonitorRequestReasonScMonitorpower,
    MonitorRequestReasonUserInput,
    MonitorRequestReasonAcDcDisplayBurst,
    MonitorRequestReasonUserDisplayBurst,
    MonitorRequestReasonPoSetSystemState,
    MonitorRequestReasonSetThreadExecutionState,
    MonitorRequestReasonFullWake,
    MonitorRequestReasonSessionUnlock,
    MonitorRequestReasonScreenOffRequest,
    MonitorRequestReasonIdleTimeout,
    MonitorRequestReasonPolicyChange,
    MonitorRequestReasonSleepButton,
    MonitorRequestReasonLid,
    MonitorRequestReasonBatteryCountChange,
    MonitorRequestReasonGracePeriod,
    MonitorRequestReasonPnP,
    MonitorRequestReasonDP,
    MonitorRequestReasonSxTransition,
    MonitorRequestReasonSystemIdle,
    MonitorRequestReasonNearProximity,
    MonitorRequestReasonThermalStandby,
    MonitorRequestReasonResumePdc,
    MonitorRequestReasonResumeS4,
    MonitorRequestReasonTerminal,
    MonitorRequestReasonPdcSignal,
    MonitorRequestReasonAcDcDisplayBurstSuppressed,
    MonitorRequestReasonSystemStateEntered,
    MonitorRequestReasonWinrt,
    MonitorRequestReasonUserInputKeyboard,
    MonitorRequestReasonUserInputMouse,
    MonitorRequestReasonUserInputTouch,
    MonitorRequestReasonUserInputPen,
    MonitorRequestReasonUserInputAccelerometer,
    MonitorRequestReasonUserInputHid,
    MonitorRequestReasonUserInputPoUserPresent,
    MonitorRequestReasonUserInputSessionSwitch,
    MonitorRequestReasonUserInputInitialization,
    MonitorRequestReasonPdcSignalWindowsMobilePwrNotif,
    MonitorRequestReasonPdcSignalWindowsMobileShell,
    MonitorRequestReasonPdcSignalHeyCortana,
    MonitorRequestReasonPdcSignalHolographicShell,
    MonitorRequestReasonMax,
} POWER_MONITOR_REQUEST_REASON;

typedef struct _POWER_MONITOR_INVOCATION {
    BOOLEAN Console;
    POWER_MONITOR_REQUEST_REASON RequestReason;
} POWER_MONITOR_INVOCATION, *PPOWER_MONITOR_INVOCATION;

typedef struct _RESUME_PERFORMANCE {
    ULONG PostTimeMs;
    ULONGLONG TotalResumeTimeMs;
    ULONGLONG ResumeCompleteTimestamp;
} RESUME_PERFORMANCE, *PRESUME_PERFORMANCE;

typedef enum SYSTEM_POWER_CONDITION {
    PoAc,
    PoDc,
    PoHot,
    PoConditionMaximum,
} SYSTEM_POWER_CONDITION;

typedef struct SET_POWER_SETTING_VALUE {
    ULONG Version;
    GUID Guid;
    SYSTEM_POWER_CONDITION PowerCondition;
    ULONG DataLength;
    UCHAR Data[1];
} SET_POWER_SETTING_VALUE, *PSET_POWER_SETTING_VALUE;

typedef struct NOTIFY_USER_POWER_SETTING {
    GUID Guid;
} NOTIFY_USER_POWER_SETTING, *PNOTIFY_USER_POWER_SETTING;

typedef struct _APPLICATIONLAUNCH_SETTING_VALUE {
    LARGE_INTEGER ActivationTime;
    ULONG Flags;
    ULONG ButtonInstanceID;
} APPLICATIONLAUNCH_SETTING_VALUE, *PAPPLICATIONLAUNCH_SETTING_VALUE;

typedef struct _POWER_PLATFORM_INFORMATION {
    BOOLEAN AoAc;
} POWER_PLATFORM_INFORMATION, *PPOWER_PLATFORM_INFORMATION;

typedef struct BATTERY_REPORTING_SCALE {
    ULONG Granularity;
    ULONG Capacity;
} BATTERY_REPORTING_SCALE, *PBATTERY_REPORTING_SCALE;

typedef struct _POWER_SEQUENCE {
    ULONG SequenceD1;
    ULONG SequenceD2;
    ULONG SequenceD3;
} POWER_SEQUENCE, *PPOWER_SEQUENCE;

typedef struct _PO_FX_COMPONENT_IDLE_STATE {
    ULONGLONG TransitionLatency;
    ULONGLONG ResidencyRequirement;
    ULONG NominalPower;
} PO_FX_COMPONENT_IDLE_STATE, *PPO_FX_COMPONENT_IDLE_STATE;

typedef struct _PO_FX_COMPONENT_V1 {
    GUID Id;
    ULONG IdleStateCount;
    ULONG DeepestWakeableIdleState;
    PPO_FX_COMPONENT_IDLE_STATE IdleStates;
} PO_FX_COMPONENT_V1, *PPO_FX_COMPONENT, *PPO_FX_COMPONENT_V1;

typedef void NTAPI PO_FX_COMPONENT_ACTIVE_CONDITION_CALLBACK(PVOID Context, ULONG Component);  /* IRQL <= DISPATCH_LEVEL */
typedef PO_FX_COMPONENT_ACTIVE_CONDITION_CALLBACK *PPO_FX_COMPONENT_ACTIVE_CONDITION_CALLBACK;
typedef void NTAPI PO_FX_COMPONENT_IDLE_CONDITION_CALLBACK(PVOID Context, ULONG Component);  /* IRQL <= DISPATCH_LEVEL */
typedef PO_FX_COMPONENT_IDLE_CONDITION_CALLBACK *PPO_FX_COMPONENT_IDLE_CONDITION_CALLBACK;
typedef void NTAPI PO_FX_COMPONENT_IDLE_STATE_CALLBACK(PVOID Context, ULONG Component, ULONG State);  /* IRQL <= DISPATCH_LEVEL */
typedef PO_FX_COMPONENT_IDLE_STATE_CALLBACK *PPO_FX_COMPONENT_IDLE_STATE_CALLBACK;
typedef void NTAPI PO_FX_DEVICE_POWER_REQUIRED_CALLBACK(PVOID Context);  /* IRQL <= DISPATCH_LEVEL */
typedef PO_FX_DEVICE_POWER_REQUIRED_CALLBACK *PPO_FX_DEVICE_POWER_REQUIRED_CALLBACK;
typedef void NTAPI PO_FX_DEVICE_POWER_NOT_REQUIRED_CALLBACK(PVOID Context);  /* IRQL <= DISPATCH_LEVEL */
typedef PO_FX_DEVICE_POWER_NOT_REQUIRED_CALLBACK *PPO_FX_DEVICE_POWER_NOT_REQUIRED_CALLBACK;

typedef NTSTATUS NTAPI PO_FX_POWER_CONTROL_CALLBACK(PVOID DeviceContext, LPCGUID PowerControlCode, PVOID InBuffer, SIZE_T InBufferSize,
    PVOID OutBuffer, SIZE_T OutBufferSize, PSIZE_T BytesReturned);  /* IRQL <= DISPATCH_LEVEL */

typedef PO_FX_POWER_CONTROL_CALLBACK *PPO_FX_POWER_CONTROL_CALLBACK;

typedef struct _PO_FX_DEVICE_V1 {
    ULONG Version;
    ULONG ComponentCount;
    PPO_FX_COMPONENT_ACTIVE_CONDITION_CALLBACK ComponentActiveConditionCallback;
    PPO_FX_COMPONENT_IDLE_CONDITION_CALLBACK ComponentIdleConditionCallback;
    PPO_FX_COMPONENT_IDLE_STATE_CALLBACK ComponentIdleStateCallback;
    PPO_FX_DEVICE_POWER_REQUIRED_CALLBACK DevicePowerRequiredCallback;
    PPO_FX_DEVICE_POWER_NOT_REQUIRED_CALLBACK DevicePowerNotRequiredCallback;
    PPO_FX_POWER_CONTROL_CALLBACK PowerControlCallback;
    PVOID DeviceContext;
    PO_FX_COMPONENT_V1 Components[1];
} PO_FX_DEVICE_V1, *PPO_FX_DEVICE, *PPO_FX_DEVICE_V1;

typedef struct _PO_FX_COMPONENT_V2 {
    GUID Id;
    ULONGLONG Flags;
    ULONG DeepestWakeableIdleState;
    ULONG IdleStateCount;
    PPO_FX_COMPONENT_IDLE_STATE IdleStates;
    ULONG ProviderCount;
    PULONG Providers;
} PO_FX_COMPONENT_V2, *PPO_FX_COMPONENT_V2;

typedef struct _PO_FX_DEVICE_V2 {
    ULONG Version;
    ULONGLONG Flags;
    PPO_FX_COMPONENT_ACTIVE_CONDITION_CALLBACK ComponentActiveConditionCallback;
    PPO_FX_COMPONENT_IDLE_CONDITION_CALLBACK ComponentIdleConditionCallback;
    PPO_FX_COMPONENT_IDLE_STATE_CALLBACK ComponentIdleStateCallback;
    PPO_FX_DEVICE_POWER_REQUIRED_CALLBACK DevicePowerRequiredCallback;
    PPO_FX_DEVICE_POWER_NOT_REQUIRED_CALLBACK DevicePowerNotRequiredCallback;
    PPO_FX_POWER_CONTROL_CALLBACK PowerControlCallback;
    PVOID DeviceContext;
    ULONG ComponentCount;
    PO_FX_COMPONENT_V2 Components[1];
} PO_FX_DEVICE_V2, *PPO_FX_DEVICE_V2;

typedef struct _PO_FX_PERF_STATE {
    ULONGLONG Value;
    PVOID Context;
} PO_FX_PERF_STATE, *PPO_FX_PERF_STATE;

typedef enum _PO_FX_PERF_STATE_UNIT {
    PoFxPerfStateUnitOther,
    PoFxPerfStateUnitFrequency,
    PoFxPerfStateUnitBandwidth,
    PoFxPerfStateUnitMaximum,
} PO_FX_PERF_STATE_UNIT, *PPO_FX_PERF_STATE_UNIT;

typedef enum _PO_FX_PERF_STATE_TYPE {
    PoFxPerfStateTypeDiscrete,
    PoFxPerfStateTypeRange,
    PoFxPerfStateTypeMaximum,
} PO_FX_PERF_STATE_TYPE, *PPO_FX_PERF_STATE_TYPE;

typedef struct _PO_FX_COMPONENT_PERF_SET {
    UNICODE_STRING Name;
    ULONGLONG Flags;
    PO_FX_PERF_STATE_UNIT Unit;
    PO_FX_PERF_STATE_TYPE Type;
    union {
        struct {
            ULONG Count;
            PPO_FX_PERF_STATE States;
        } Discrete;
        struct {
            ULONGLONG Minimum;
            ULONGLONG Maximum;
        } Range;
    };
} PO_FX_COMPONENT_PERF_SET, *PPO_FX_COMPONENT_PERF_SET;

typedef struct _PO_FX_COMPONENT_PERF_INFO {
    ULONG PerfStateSetsCount;
    PO_FX_COMPONENT_PERF_SET PerfStateSets[1];
} PO_FX_COMPONENT_PERF_INFO, *PPO_FX_COMPONENT_PERF_INFO;

typedef struct _PO_FX_PERF_STATE_CHANGE {
    ULONG Set;
    union {
        ULONG StateIndex;
        ULONGLONG StateValue;
    };
} PO_FX_PERF_STATE_CHANGE, *PPO_FX_PERF_STATE_CHANGE;

typedef PO_FX_COMPONENT_V1 PO_FX_COMPONENT;
typedef PO_FX_DEVICE_V1 PO_FX_DEVICE;

typedef enum _DEVICE_WAKE_DEPTH {
    DeviceWakeDepthNotWakeable,
    DeviceWakeDepthD0,
    DeviceWakeDepthD1,
    DeviceWakeDepthD2,
    DeviceWakeDepthD3hot,
    DeviceWakeDepthD3cold,
    DeviceWakeDepthMaximum,
} DEVICE_WAKE_DEPTH, *PDEVICE_WAKE_DEPTH;

typedef enum LATENCY_TIME {
    LT_DONT_CARE,
    LT_LOWEST_LATENCY,
} LATENCY_TIME;

typedef enum _MONITOR_DISPLAY_STATE {
    PowerMonitorOff,
    PowerMonitorOn,
    PowerMonitorDim,
} MONITOR_DISPLAY_STATE, *PMONITOR_DISPLAY_STATE;

struct POHANDLE__ {
    int unused;
};

typedef struct POHANDLE__ *POHANDLE;
typedef POSVERSIONINFOA POSVERSIONINFO;
typedef POSVERSIONINFOEXA POSVERSIONINFOEX;

typedef enum POWER_ACTION {
    PowerActionNone,
    PowerActionReserved,
    PowerActionSleep,
    PowerActionHibernate,
    PowerActionShutdown,
    PowerActionShutdownReset,
    PowerActionShutdownOff,
    PowerActionWarmEject,
    PowerActionDisplayOff,
} POWER_ACTION, *PPOWER_ACTION;

typedef enum _POWER_MONITOR_REQUEST_TYPE {
    MonitorRequestTypeOff,
    MonitorRequestTypeOnAndPresent,
    MonitorRequestTypeToggleOn,
} POWER_MONITOR_REQUEST_TYPE;

typedef enum _POWER_PLATFORM_ROLE {
    PlatformRoleUnspecified,
    PlatformRoleDesktop,
    PlatformRoleMobile,
    PlatformRoleWorkstation,
    PlatformRoleEnterpriseServer,
    PlatformRoleSOHOServer,
    PlatformRoleAppliancePC,
    PlatformRolePerformanceServer,
    PlatformRoleSlate,
    PlatformRoleMaximum,
} POWER_PLATFORM_ROLE, *PPOWER_PLATFORM_ROLE;

typedef enum _POWER_REQUEST_TYPE {
    PowerRequestDisplayRequired,
    PowerRequestSystemRequired,
    PowerRequestAwayModeRequired,
    PowerRequestExecutionRequired,
} POWER_REQUEST_TYPE, *PPOWER_REQUEST_TYPE;

typedef NTSTATUS NTAPI POWER_SETTING_CALLBACK(LPCGUID SettingGuid, PVOID Value, ULONG ValueLength, PVOID Context);

typedef enum _POWER_STATE_TYPE {
    SystemPowerState,
    DevicePowerState,
} POWER_STATE_TYPE, *PPOWER_STATE_TYPE;

typedef void NTAPI PO_FX_COMPONENT_CRITICAL_TRANSITION_CALLBACK(PVOID Context, ULONG Component, BOOLEAN Active);
typedef void NTAPI PO_FX_COMPONENT_PERF_STATE_CALLBACK(PVOID Context, ULONG Component, BOOLEAN Succeeded, PVOID RequestContext);  /* IRQL <= DISPATCH_LEVEL */
typedef void NTAPI PO_FX_DRIPS_WATCHDOG_CALLBACK(PVOID Context, PDEVICE_OBJECT PhysicalDeviceObject, ULONG UniqueId);

typedef enum _PO_THERMAL_REQUEST_TYPE {
    PoThermalRequestPassive,
    PoThermalRequestActive,
} PO_THERMAL_REQUEST_TYPE, *PPO_THERMAL_REQUEST_TYPE;

typedef POWER_SETTING_CALLBACK *PPOWER_SETTING_CALLBACK;
typedef PO_FX_COMPONENT_CRITICAL_TRANSITION_CALLBACK *PPO_FX_COMPONENT_CRITICAL_TRANSITION_CALLBACK;
typedef PO_FX_COMPONENT_PERF_STATE_CALLBACK *PPO_FX_COMPONENT_PERF_STATE_CALLBACK;
typedef PO_FX_DRIPS_WATCHDOG_CALLBACK *PPO_FX_DRIPS_WATCHDOG_CALLBACK;

typedef void NTAPI REQUEST_POWER_COMPLETE(PDEVICE_OBJECT DeviceObject, UCHAR MinorFunction, POWER_STATE PowerState, PVOID Context,
    PIO_STATUS_BLOCK IoStatus);  /* IRQL <= DISPATCH_LEVEL */

typedef REQUEST_POWER_COMPLETE *PREQUEST_POWER_COMPLETE;

NTKERNELAPI NTSTATUS NTAPI PoCallDriver(PDEVICE_OBJECT DeviceObject, PIRP Irp);
NTKERNELAPI NTSTATUS NTAPI PoClearPowerRequest(PVOID PowerRequest, POWER_REQUEST_TYPE Type);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI PoCreatePowerRequest(PVOID *PowerRequest, PDEVICE_OBJECT DeviceObject, PCOUNTED_REASON_CONTEXT Context);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI PoCreateThermalRequest(PVOID *ThermalRequest, PDEVICE_OBJECT TargetDeviceObject, PDEVICE_OBJECT PolicyDeviceObject,
    PCOUNTED_REASON_CONTEXT Context, ULONG Flags);
NTKERNELAPI void NTAPI PoDeletePowerRequest(PVOID PowerRequest);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI PoDeleteThermalRequest(PVOID ThermalRequest);
NTKERNELAPI void NTAPI PoEndDeviceBusy(PULONG IdlePointer);  /* any IRQL */
NTKERNELAPI void NTAPI PoFxActivateComponent(POHANDLE Handle, ULONG Component, ULONG Flags);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI PoFxCompleteDevicePowerNotRequired(POHANDLE Handle);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI PoFxCompleteIdleCondition(POHANDLE Handle, ULONG Component);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI PoFxCompleteIdleState(POHANDLE Handle, ULONG Component);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI PoFxIdleComponent(POHANDLE Handle, ULONG Component, ULONG Flags);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI PoFxIssueComponentPerfStateChange(POHANDLE Handle, ULONG Flags, ULONG Component, PPO_FX_PERF_STATE_CHANGE PerfChange,
    PVOID Context);  /* IRQL <= APC_LEVEL or <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI PoFxIssueComponentPerfStateChangeMultiple(POHANDLE Handle, ULONG Flags, ULONG Component, ULONG PerfChangesCount,
    PO_FX_PERF_STATE_CHANGE PerfChanges[], PVOID Context);  /* IRQL <= APC_LEVEL or <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI PoFxNotifySurprisePowerOn(PDEVICE_OBJECT Pdo);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI PoFxPowerControl(POHANDLE Handle, LPCGUID PowerControlCode, PVOID InBuffer, SIZE_T InBufferSize, PVOID OutBuffer,
    SIZE_T OutBufferSize, PSIZE_T BytesReturned);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI PoFxPowerOnCrashdumpDevice(POHANDLE Handle, PVOID Context);  /* IRQL <= HIGH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI PoFxQueryCurrentComponentPerfState(POHANDLE Handle, ULONG Flags, ULONG Component, ULONG SetIndex, PULONGLONG CurrentPerf);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI PoFxRegisterComponentPerfStates(POHANDLE Handle, ULONG Component, ULONGLONG Flags,
    PPO_FX_COMPONENT_PERF_STATE_CALLBACK ComponentPerfStateCallback, PPO_FX_COMPONENT_PERF_INFO InputStateInfo,
    PPO_FX_COMPONENT_PERF_INFO *OutputStateInfo);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI PoFxRegisterCrashdumpDevice(POHANDLE Handle);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI PoFxRegisterDevice(PDEVICE_OBJECT Pdo, PPO_FX_DEVICE Device, POHANDLE *Handle);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI PoFxRegisterDripsWatchdogCallback(POHANDLE Handle, PPO_FX_DRIPS_WATCHDOG_CALLBACK Callback, BOOLEAN IncludeChildDevices,
    PDRIVER_OBJECT MatchingDriverObject);
NTKERNELAPI void NTAPI PoFxReportDevicePoweredOn(POHANDLE Handle);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI PoFxSetComponentLatency(POHANDLE Handle, ULONG Component, ULONGLONG Latency);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI PoFxSetComponentResidency(POHANDLE Handle, ULONG Component, ULONGLONG Residency);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI PoFxSetComponentWake(POHANDLE Handle, ULONG Component, BOOLEAN WakeHint);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI PoFxSetDeviceIdleTimeout(POHANDLE Handle, ULONGLONG IdleTimeout);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI PoFxSetTargetDripsDevicePowerState(POHANDLE Handle, DEVICE_POWER_STATE TargetState);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI PoFxStartDevicePowerManagement(POHANDLE Handle);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI PoFxUnregisterDevice(POHANDLE Handle);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI BOOLEAN NTAPI PoGetSystemWake(PIRP Irp);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI BOOLEAN NTAPI PoGetThermalRequestSupport(PVOID ThermalRequest, PO_THERMAL_REQUEST_TYPE Type);
NTKERNELAPI BOOLEAN NTAPI PoQueryWatchdogTime(PDEVICE_OBJECT Pdo, PULONG SecondsRemaining);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI PULONG NTAPI PoRegisterDeviceForIdleDetection(PDEVICE_OBJECT DeviceObject, ULONG ConservationIdleTime, ULONG PerformanceIdleTime,
    DEVICE_POWER_STATE State);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI PoRegisterPowerSettingCallback(PDEVICE_OBJECT DeviceObject, LPCGUID SettingGuid, PPOWER_SETTING_CALLBACK Callback,
    PVOID Context, PVOID *Handle);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI PVOID NTAPI PoRegisterSystemState(PVOID StateHandle, EXECUTION_STATE Flags);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI PoRequestPowerIrp(PDEVICE_OBJECT DeviceObject, UCHAR MinorFunction, POWER_STATE PowerState,
    PREQUEST_POWER_COMPLETE CompletionFunction, PVOID Context, PIRP *Irp);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI PoSetDeviceBusyEx(PULONG IdlePointer);  /* any IRQL */
NTKERNELAPI void NTAPI PoSetHiberRange(PVOID MemoryMap, ULONG Flags, PVOID Address, ULONG_PTR Length, ULONG Tag);
NTKERNELAPI NTSTATUS NTAPI PoSetPowerRequest(PVOID PowerRequest, POWER_REQUEST_TYPE Type);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI POWER_STATE NTAPI PoSetPowerState(PDEVICE_OBJECT DeviceObject, POWER_STATE_TYPE Type, POWER_STATE State);
NTKERNELAPI void NTAPI PoSetSystemState(EXECUTION_STATE Flags);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI PoSetSystemWake(PIRP Irp);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI PoSetThermalActiveCooling(PVOID ThermalRequest, BOOLEAN Engaged);
NTKERNELAPI NTSTATUS NTAPI PoSetThermalPassiveCooling(PVOID ThermalRequest, UCHAR Throttle);
NTKERNELAPI void NTAPI PoStartDeviceBusy(PULONG IdlePointer);  /* any IRQL */
NTKERNELAPI void NTAPI PoStartNextPowerIrp(PIRP Irp);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI PoUnregisterPowerSettingCallback(PVOID Handle);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI PoUnregisterSystemState(PVOID StateHandle);  /* IRQL <= APC_LEVEL */

#endif
