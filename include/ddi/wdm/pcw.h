/*
 * wdm/pcw.h: performance counters of a driver.
 * learn.microsoft.com/windows-hardware/drivers/kernel/kernel-mode-performance-monitoring
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/wdm/ + nf-wdm-<function>, ns-wdm-_<structure>, ne-wdm-_<enumeration>, nc-wdm-<callback>, all lower case.
 * A part of wdm.h: include that.
 */
#ifndef FLUE_DDI_WDM_PCW_H
#define FLUE_DDI_WDM_PCW_H

#define PCW_VERSION_1                                           0x00000100
#define PCW_CURRENT_VERSION                                     0x00000100

typedef struct _PCW_COUNTER_DESCRIPTOR {
    USHORT Id;
    USHORT StructIndex;
    USHORT Offset;
    USHORT Size;
} PCW_COUNTER_DESCRIPTOR, *PPCW_COUNTER_DESCRIPTOR;

typedef struct _PCW_DATA {
    const void *Data;
    ULONG Size;
} PCW_DATA, *PPCW_DATA;

typedef struct _PCW_COUNTER_INFORMATION {
    ULONG64 CounterMask;
    PCUNICODE_STRING InstanceMask;
} PCW_COUNTER_INFORMATION, *PPCW_COUNTER_INFORMATION;

struct _PCW_BUFFER;
typedef struct _PCW_BUFFER *PPCW_BUFFER;

typedef struct _PCW_MASK_INFORMATION {
    ULONG64 CounterMask;
    PCUNICODE_STRING InstanceMask;
    ULONG InstanceId;
    BOOLEAN CollectMultiple;
    PPCW_BUFFER Buffer;
    PKEVENT CancelEvent;
} PCW_MASK_INFORMATION, *PPCW_MASK_INFORMATION;

typedef union _PCW_CALLBACK_INFORMATION {
    PCW_COUNTER_INFORMATION AddCounter;
    PCW_COUNTER_INFORMATION RemoveCounter;
    PCW_MASK_INFORMATION EnumerateInstances;
    PCW_MASK_INFORMATION CollectData;
} PCW_CALLBACK_INFORMATION, *PPCW_CALLBACK_INFORMATION;

typedef NTSTATUS (NTAPI *PPCW_CALLBACK)(void);

typedef struct _PCW_REGISTRATION_INFORMATION {
    ULONG Version;
    PCUNICODE_STRING Name;
    ULONG CounterCount;
    PPCW_COUNTER_DESCRIPTOR Counters;
    PPCW_CALLBACK Callback;
    PVOID CallbackContext;
} PCW_REGISTRATION_INFORMATION, *PPCW_REGISTRATION_INFORMATION;

typedef enum _PCW_CALLBACK_TYPE {
    PcwCallbackAddCounter,
    PcwCallbackRemoveCounter,
    PcwCallbackEnumerateInstances,
    PcwCallbackCollectData,
} PCW_CALLBACK_TYPE, *PPCW_CALLBACK_TYPE;

typedef NTSTATUS NTAPI PCW_CALLBACK(PCW_CALLBACK_TYPE Type, PPCW_CALLBACK_INFORMATION Info, PVOID Context);  /* IRQL <= APC_LEVEL */
struct _PCW_INSTANCE;
typedef struct _PCW_INSTANCE *PPCW_INSTANCE;
struct _PCW_REGISTRATION;
typedef struct _PCW_REGISTRATION *PPCW_REGISTRATION;

NTKERNELAPI NTSTATUS NTAPI PcwAddInstance(PPCW_BUFFER Buffer, PCUNICODE_STRING Name, ULONG Id, ULONG Count, PPCW_DATA Data);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI PcwCloseInstance(PPCW_INSTANCE Instance);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI PcwCreateInstance(PPCW_INSTANCE *Instance, PPCW_REGISTRATION Registration, PCUNICODE_STRING Name, ULONG Count,
    PPCW_DATA Data);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI PcwRegister(PPCW_REGISTRATION *Registration, PPCW_REGISTRATION_INFORMATION Info);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI PcwUnregister(PPCW_REGISTRATION Registration);  /* IRQL <= APC_LEVEL */

#endif
