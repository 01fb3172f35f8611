/*
 * wdm/bugcheck.h: bug checks, debugger and crash callbacks.
 * learn.microsoft.com/windows-hardware/drivers/kernel/bug-check-callback-routines
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/wdm/ + nf-wdm-<function>, ns-wdm-_<structure>, ne-wdm-_<enumeration>, nc-wdm-<callback>, all lower case.
 * A part of wdm.h: include that.
 */
#ifndef FLUE_DDI_WDM_BUGCHECK_H
#define FLUE_DDI_WDM_BUGCHECK_H

#define DBG_STATUS_CONTROL_C                                    1
#define DBG_STATUS_SYSRQ                                        2
#define DBG_STATUS_BUGCHECK_FIRST                               3
#define DBG_STATUS_BUGCHECK_SECOND                              4
#define DBG_STATUS_FATAL                                        5
#define DBG_STATUS_DEBUG_CONTROL                                6
#define DBG_STATUS_WORKER                                       7
#define KB_SECONDARY_DATA_FLAG_ADDITIONAL_DATA                  1
#define KB_SECONDARY_DATA_FLAG_NO_DEVICE_ACCESS                 2
#define KB_ADD_PAGES_FLAG_VIRTUAL_ADDRESS                       1
#define KB_ADD_PAGES_FLAG_PHYSICAL_ADDRESS                      2
#define KB_ADD_PAGES_FLAG_ADDITIONAL_RANGES_EXIST               0x80000000
#define KB_REMOVE_PAGES_FLAG_VIRTUAL_ADDRESS                    1
#define KB_REMOVE_PAGES_FLAG_PHYSICAL_ADDRESS                   2
#define KB_REMOVE_PAGES_FLAG_ADDITIONAL_RANGES_EXIST            0x80000000

typedef void NTAPI KBUGCHECK_CALLBACK_ROUTINE(PVOID Buffer, ULONG Length);  /* IRQL HIGH_LEVEL */
typedef KBUGCHECK_CALLBACK_ROUTINE *PKBUGCHECK_CALLBACK_ROUTINE;

typedef struct _KBUGCHECK_CALLBACK_RECORD {
    LIST_ENTRY Entry;
    PKBUGCHECK_CALLBACK_ROUTINE CallbackRoutine;
    PVOID Buffer;
    ULONG Length;
    PUCHAR Component;
    ULONG_PTR Checksum;
    UCHAR State;
} KBUGCHECK_CALLBACK_RECORD, *PKBUGCHECK_CALLBACK_RECORD;

typedef enum _KBUGCHECK_CALLBACK_REASON {
    KbCallbackInvalid,
    KbCallbackReserved1,
    KbCallbackSecondaryDumpData,
    KbCallbackDumpIo,
    KbCallbackAddPages,
    KbCallbackSecondaryMultiPartDumpData,
    KbCallbackRemovePages,
} KBUGCHECK_CALLBACK_REASON;

typedef struct _KBUGCHECK_REASON_CALLBACK_RECORD KBUGCHECK_REASON_CALLBACK_RECORD, *PKBUGCHECK_REASON_CALLBACK_RECORD;

typedef void NTAPI KBUGCHECK_REASON_CALLBACK_ROUTINE(KBUGCHECK_CALLBACK_REASON Reason, struct _KBUGCHECK_REASON_CALLBACK_RECORD *Record,
    PVOID ReasonSpecificData, ULONG ReasonSpecificDataLength);  /* IRQL HIGH_LEVEL */

typedef KBUGCHECK_REASON_CALLBACK_ROUTINE *PKBUGCHECK_REASON_CALLBACK_ROUTINE;

struct _KBUGCHECK_REASON_CALLBACK_RECORD {
    LIST_ENTRY Entry;
    PKBUGCHECK_REASON_CALLBACK_ROUTINE CallbackRoutine;
    PUCHAR Component;
    ULONG_PTR Checksum;
    KBUGCHECK_CALLBACK_REASON Reason;
    UCHAR State;
};

typedef struct _KBUGCHECK_SECONDARY_DUMP_DATA {
    PVOID InBuffer;
    ULONG InBufferLength;
    ULONG MaximumAllowed;
    GUID Guid;
    PVOID OutBuffer;
    ULONG OutBufferLength;
} KBUGCHECK_SECONDARY_DUMP_DATA, *PKBUGCHECK_SECONDARY_DUMP_DATA;

typedef struct _KBUGCHECK_SECONDARY_DUMP_DATA_EX {
    PVOID InBuffer;
    ULONG InBufferLength;
    ULONG MaximumAllowed;
    GUID Guid;
    PVOID OutBuffer;
    ULONG OutBufferLength;
    PVOID Context;
    ULONG Flags;
    ULONG DumpType;
    ULONG BugCheckCode;
    ULONG_PTR BugCheckParameter1;
    ULONG_PTR BugCheckParameter2;
    ULONG_PTR BugCheckParameter3;
    ULONG_PTR BugCheckParameter4;
} KBUGCHECK_SECONDARY_DUMP_DATA_EX, *PKBUGCHECK_SECONDARY_DUMP_DATA_EX;

typedef enum _KBUGCHECK_DUMP_IO_TYPE {
    KbDumpIoInvalid,
    KbDumpIoHeader,
    KbDumpIoBody,
    KbDumpIoSecondaryData,
    KbDumpIoComplete,
} KBUGCHECK_DUMP_IO_TYPE;

typedef struct _KBUGCHECK_DUMP_IO {
    ULONG64 Offset;
    PVOID Buffer;
    ULONG BufferLength;
    KBUGCHECK_DUMP_IO_TYPE Type;
} KBUGCHECK_DUMP_IO, *PKBUGCHECK_DUMP_IO;

typedef struct _KBUGCHECK_ADD_PAGES {
    PVOID Context;
    ULONG Flags;
    ULONG BugCheckCode;
    ULONG_PTR Address;
    ULONG_PTR Count;
} KBUGCHECK_ADD_PAGES, *PKBUGCHECK_ADD_PAGES;

typedef struct _KBUGCHECK_REMOVE_PAGES {
    PVOID Context;
    ULONG Flags;
    ULONG BugCheckCode;
    ULONG_PTR Address;
    ULONG_PTR Count;
} KBUGCHECK_REMOVE_PAGES, *PKBUGCHECK_REMOVE_PAGES;

typedef NTSTATUS (NTAPI *PCRASHDUMP_POWER_ON)(PVOID Context);

typedef struct _CRASHDUMP_FUNCTIONS_INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PCRASHDUMP_POWER_ON PowerOn;
} CRASHDUMP_FUNCTIONS_INTERFACE, *PCRASHDUMP_FUNCTIONS_INTERFACE;

typedef enum _KBUGCHECK_BUFFER_DUMP_STATE {
    BufferEmpty,
    BufferInserted,
    BufferStarted,
    BufferFinished,
    BufferIncomplete,
} KBUGCHECK_BUFFER_DUMP_STATE;

typedef enum _KD_OPTION {
    KD_OPTION_SET_BLOCK_ENABLE,
} KD_OPTION;

typedef void (NTAPI *PDEBUG_PRINT_CALLBACK)(PSTRING Output, ULONG ComponentId, ULONG Level);

NTKERNELAPI void NTAPI BugCheckSecondaryMultiPartDumpDataCallback(KBUGCHECK_CALLBACK_REASON, struct _KBUGCHECK_REASON_CALLBACK_RECORD *, PVOID,
    ULONG);
NTKERNELAPI void NTAPI DbgBreakPointWithStatus(ULONG Status);
NTKERNELAPI ULONG NTAPI DbgPrint(PCSTR Format, ...);  /* IRQL <= DIRQL */
NTKERNELAPI ULONG NTAPI DbgPrintEx(ULONG ComponentId, ULONG Level, PCSTR Format, ...);  /* IRQL <= DIRQL */
NTKERNELAPI ULONG NTAPI DbgPrintReturnControlC(PCCH Format, ...);
NTKERNELAPI NTSTATUS NTAPI DbgQueryDebugFilterState(ULONG ComponentId, ULONG Level);
NTKERNELAPI NTSTATUS NTAPI DbgSetDebugFilterState(ULONG ComponentId, ULONG Level, BOOLEAN State);
NTKERNELAPI NTSTATUS NTAPI DbgSetDebugPrintCallback(PDEBUG_PRINT_CALLBACK DebugPrintCallback, BOOLEAN Enable);
NTKERNELAPI NTSTATUS NTAPI KdChangeOption(KD_OPTION Option, ULONG InBufferBytes, PVOID InBuffer, ULONG OutBufferBytes, PVOID OutBuffer,
    PULONG OutBufferNeeded);  /* any IRQL */
extern NTKERNELAPI PBOOLEAN KdDebuggerEnabled;
extern NTKERNELAPI PBOOLEAN KdDebuggerNotPresent;
NTKERNELAPI NTSTATUS NTAPI KdDisableDebugger(void);  /* any IRQL */
NTKERNELAPI NTSTATUS NTAPI KdEnableDebugger(void);  /* any IRQL */
NTKERNELAPI BOOLEAN NTAPI KdRefreshDebuggerNotPresent(void);
NTKERNELAPI void NTAPI KeBugCheckEx(ULONG BugCheckCode, ULONG_PTR BugCheckParameter1, ULONG_PTR BugCheckParameter2, ULONG_PTR BugCheckParameter3,
    ULONG_PTR BugCheckParameter4);  /* any IRQL */
NTKERNELAPI BOOLEAN NTAPI KeDeregisterBugCheckCallback(PKBUGCHECK_CALLBACK_RECORD CallbackRecord);  /* any IRQL */
NTKERNELAPI BOOLEAN NTAPI KeDeregisterBugCheckReasonCallback(PKBUGCHECK_REASON_CALLBACK_RECORD CallbackRecord);  /* any IRQL */
NTKERNELAPI BOOLEAN NTAPI KeRegisterBugCheckCallback(PKBUGCHECK_CALLBACK_RECORD CallbackRecord, PKBUGCHECK_CALLBACK_ROUTINE CallbackRoutine,
    PVOID Buffer, ULONG Length, PUCHAR Component);  /* any IRQL */
NTKERNELAPI BOOLEAN NTAPI KeRegisterBugCheckReasonCallback(PKBUGCHECK_REASON_CALLBACK_RECORD CallbackRecord,
    PKBUGCHECK_REASON_CALLBACK_ROUTINE CallbackRoutine, KBUGCHECK_CALLBACK_REASON Reason, PUCHAR Component);  /* any IRQL */
NTKERNELAPI void NTAPI RtlAssert(PVOID VoidFailedAssertion, PVOID VoidFileName, ULONG LineNumber, PSTR MutableMessage);
NTKERNELAPI ULONG NTAPI vDbgPrintEx(ULONG ComponentId, ULONG Level, PCCH Format, DDI_VA_LIST arglist);  /* IRQL <= DIRQL */
NTKERNELAPI ULONG NTAPI vDbgPrintExWithPrefix(PCCH Prefix, ULONG ComponentId, ULONG Level, PCCH Format, DDI_VA_LIST arglist);  /* IRQL <= DIRQL */

#endif
