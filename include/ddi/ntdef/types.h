/*
 * ntdef/types.h: basic types, strings, lists, object attributes.
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/ntdef/ + nf-ntdef-<function>, ns-ntdef-_<structure>, ne-ntdef-_<enumeration>, nc-ntdef-<callback>, all lower case.
 * A part of ntdef.h: include that.
 */
#ifndef FLUE_DDI_NTDEF_TYPES_H
#define FLUE_DDI_NTDEF_TYPES_H

#define ANYSIZE_ARRAY                                           1
#define MAX_NATURAL_ALIGNMENT                                   ((ULONGLONG)8)
#define MEMORY_ALLOCATION_ALIGNMENT                             0x10
#define SYSTEM_CACHE_ALIGNMENT_SIZE                             0x40
#define PRAGMA_DEPRECATED_DDK                                   1
#define UCSCHAR_INVALID_CHARACTER                               0xFFFFFFFF
#define MIN_UCSCHAR                                             0
#define MAX_UCSCHAR                                             0x0010FFFF
#define STRICT                                                  1
#define ALL_PROCESSOR_GROUPS                                    0x0000FFFF
#define MAXIMUM_PROC_PER_GROUP                                  0x40
#define MAXIMUM_PROCESSORS                                      0x40
#define OBJ_HANDLE_TAGBITS                                      3
#define APPLICATION_ERROR_MASK                                  0x20000000
#define ERROR_SEVERITY_SUCCESS                                  0
#define ERROR_SEVERITY_INFORMATIONAL                            0x40000000
#define ERROR_SEVERITY_WARNING                                  0x80000000
#define ERROR_SEVERITY_ERROR                                    0xC0000000
#define MAXLONGLONG                                             0x7FFFFFFFFFFFFFFFULL
#define ANSI_NULL                                               0
#define UNICODE_NULL                                            0
#define UNICODE_STRING_MAX_BYTES                                0xFFFE
#define UNICODE_STRING_MAX_CHARS                                0x00007FFF
#define RTL_BALANCED_NODE_RESERVED_PARENT_MASK                  3
#define OBJ_INHERIT                                             2
#define OBJ_PERMANENT                                           0x10
#define OBJ_EXCLUSIVE                                           0x20
#define OBJ_CASE_INSENSITIVE                                    0x40
#define OBJ_OPENIF                                              0x80
#define OBJ_OPENLINK                                            0x00000100
#define OBJ_KERNEL_HANDLE                                       0x00000200
#define OBJ_FORCE_ACCESS_CHECK                                  0x00000400
#define OBJ_IGNORE_IMPERSONATED_DEVICEMAP                       0x00000800
#define OBJ_DONT_REPARSE                                        0x00001000
#define OBJ_VALID_ATTRIBUTES                                    0x00001FF2
#define NULL64                                                  ((ULONGLONG)0)
#define MINCHAR                                                 0x80
#define MAXCHAR                                                 127
#define MINSHORT                                                0x00008000
#define MAXSHORT                                                0x00007FFF
#define MINLONG                                                 0x80000000
#define MAXLONG                                                 0x7FFFFFFF
#define MAXUCHAR                                                255
#define MAXUSHORT                                               0x0000FFFF
#define MAXULONG                                                0xFFFFFFFF
#define VER_SERVER_NT                                           0x80000000
#define VER_WORKSTATION_NT                                      0x40000000
#define VER_SUITE_SMALLBUSINESS                                 1
#define VER_SUITE_ENTERPRISE                                    2
#define VER_SUITE_BACKOFFICE                                    4
#define VER_SUITE_COMMUNICATIONS                                8
#define VER_SUITE_TERMINAL                                      0x10
#define VER_SUITE_SMALLBUSINESS_RESTRICTED                      0x20
#define VER_SUITE_EMBEDDEDNT                                    0x40
#define VER_SUITE_DATACENTER                                    0x80
#define VER_SUITE_SINGLEUSERTS                                  0x00000100
#define VER_SUITE_PERSONAL                                      0x00000200
#define VER_SUITE_BLADE                                         0x00000400
#define VER_SUITE_EMBEDDED_RESTRICTED                           0x00000800
#define VER_SUITE_SECURITY_APPLIANCE                            0x00001000
#define VER_SUITE_STORAGE_SERVER                                0x00002000
#define VER_SUITE_COMPUTE_SERVER                                0x00004000
#define VER_SUITE_WH_SERVER                                     0x00008000

typedef char CCHAR;
typedef ULONG CLONG;
typedef short CSHORT;
typedef double DOUBLE;
typedef ULONGLONG DWORDLONG;
typedef UCHAR FCHAR;
typedef ULONG FLONG;
typedef USHORT FSHORT;
typedef LONG HRESULT;
typedef UCHAR KIRQL;
typedef USHORT LANGID;
typedef ULONG LCID;
typedef ULONG LOGICAL;
typedef LONG NTSTATUS;
typedef LONG_PTR RTL_REFERENCE_COUNT;
typedef LONG RTL_REFERENCE_COUNT32;
typedef USHORT RTL_STRING_LENGTH_TYPE;
typedef signed char SCHAR;
typedef LONG SECURITY_STATUS;
typedef unsigned char TUCHAR;
typedef ULONG UCSCHAR;
typedef LONGLONG USN;

typedef struct _QUAD {
    union {
        long long UseThisFieldToCopy;
        double DoNotUseThisField;
    };
} QUAD, *PQUAD;

typedef struct _PROCESSOR_NUMBER {
    USHORT Group;
    UCHAR Number;
    UCHAR Reserved;
} PROCESSOR_NUMBER, *PPROCESSOR_NUMBER;

typedef struct _GROUP_AFFINITY {
    KAFFINITY Mask;
    USHORT Group;
    USHORT Reserved[3];
} GROUP_AFFINITY, *PGROUP_AFFINITY;

typedef struct _FLOAT128 {
    long long LowPart;
    long long HighPart;
} FLOAT128, *PFLOAT128;

typedef union _LARGE_INTEGER {
    struct {
        ULONG LowPart;
        LONG HighPart;
    };
    struct {
        ULONG LowPart;
        LONG HighPart;
    } u;
    LONGLONG QuadPart;
} LARGE_INTEGER, *PLARGE_INTEGER, *PPHYSICAL_ADDRESS;

typedef union _ULARGE_INTEGER {
    struct {
        ULONG LowPart;
        ULONG HighPart;
    };
    struct {
        ULONG LowPart;
        ULONG HighPart;
    } u;
    ULONGLONG QuadPart;
} ULARGE_INTEGER, *PULARGE_INTEGER;

typedef struct _LUID {
    ULONG LowPart;
    LONG HighPart;
} LUID, *PLUID;

typedef CHAR *PCHAR;

typedef struct _STRING {
    USHORT Length;
    USHORT MaximumLength;
    PCHAR Buffer;
} STRING, *PSTRING;

typedef struct _CSTRING {
    USHORT Length;
    USHORT MaximumLength;
    const char *Buffer;
} CSTRING, *PCSTRING;

typedef WCHAR *PWCH;

typedef struct _UNICODE_STRING {
    USHORT Length;
    USHORT MaximumLength;
    PWCH Buffer;
} UNICODE_STRING, *PUNICODE_STRING;

typedef struct _LIST_ENTRY {
    struct _LIST_ENTRY *Flink;
    struct _LIST_ENTRY *Blink;
} LIST_ENTRY, *PLIST_ENTRY, *PRLIST_ENTRY;

typedef struct _SINGLE_LIST_ENTRY {
    struct _SINGLE_LIST_ENTRY *Next;
} SINGLE_LIST_ENTRY, *PSINGLE_LIST_ENTRY;

typedef struct _RTL_BALANCED_NODE {
    union {
        struct _RTL_BALANCED_NODE *Children[2];
        struct {
            struct _RTL_BALANCED_NODE *Left;
            struct _RTL_BALANCED_NODE *Right;
        };
    };
    union {
        UCHAR Red : 1;
        UCHAR Balance : 2;
        ULONG_PTR ParentValue;
    };
} RTL_BALANCED_NODE, *PRTL_BALANCED_NODE;

typedef struct LIST_ENTRY32 {
    ULONG Flink;
    ULONG Blink;
} LIST_ENTRY32, *PLIST_ENTRY32;

typedef struct LIST_ENTRY64 {
    ULONGLONG Flink;
    ULONGLONG Blink;
} LIST_ENTRY64, *PLIST_ENTRY64;

typedef struct _SINGLE_LIST_ENTRY32 {
    ULONG Next;
} SINGLE_LIST_ENTRY32, *PSINGLE_LIST_ENTRY32;

typedef struct _WNF_STATE_NAME {
    ULONG Data[2];
} WNF_STATE_NAME, *PWNF_STATE_NAME;

typedef struct _STRING32 {
    USHORT Length;
    USHORT MaximumLength;
    ULONG Buffer;
} STRING32, *PSTRING32;

typedef struct _STRING64 {
    USHORT Length;
    USHORT MaximumLength;
    ULONGLONG Buffer;
} STRING64, *PSTRING64;

typedef struct _OBJECT_ATTRIBUTES64 {
    ULONG Length;
    ULONG64 RootDirectory;
    ULONG64 ObjectName;
    ULONG Attributes;
    ULONG64 SecurityDescriptor;
    ULONG64 SecurityQualityOfService;
} OBJECT_ATTRIBUTES64, *POBJECT_ATTRIBUTES64;

typedef struct _OBJECT_ATTRIBUTES32 {
    ULONG Length;
    ULONG RootDirectory;
    ULONG ObjectName;
    ULONG Attributes;
    ULONG SecurityDescriptor;
    ULONG SecurityQualityOfService;
} OBJECT_ATTRIBUTES32, *POBJECT_ATTRIBUTES32;

typedef struct _OBJECT_ATTRIBUTES {
    ULONG Length;
    HANDLE RootDirectory;
    PUNICODE_STRING ObjectName;
    ULONG Attributes;
    PVOID SecurityDescriptor;
    PVOID SecurityQualityOfService;
} OBJECT_ATTRIBUTES, *POBJECT_ATTRIBUTES;

typedef struct _OBJECTID {
    GUID Lineage;
    ULONG Uniquifier;
} OBJECTID;

typedef QUAD UQUAD;
typedef LARGE_INTEGER PHYSICAL_ADDRESS;
typedef STRING ANSI_STRING;
typedef STRING OEM_STRING;
typedef STRING CANSI_STRING;
typedef STRING32 UNICODE_STRING32;
typedef STRING32 ANSI_STRING32;
typedef STRING64 UNICODE_STRING64;
typedef STRING64 ANSI_STRING64;

typedef enum COMPARTMENT_ID {
    UNSPECIFIED_COMPARTMENT_ID,
    DEFAULT_COMPARTMENT_ID,
} COMPARTMENT_ID, *PCOMPARTMENT_ID;

typedef enum _EVENT_TYPE {
    NotificationEvent,
    SynchronizationEvent,
} EVENT_TYPE;

typedef struct _EXCEPTION_RECORD EXCEPTION_RECORD, *PEXCEPTION_RECORD;
typedef struct _CONTEXT CONTEXT, *PCONTEXT;

typedef EXCEPTION_DISPOSITION NTAPI EXCEPTION_ROUTINE(struct _EXCEPTION_RECORD *ExceptionRecord, PVOID EstablisherFrame,
    struct _CONTEXT *ContextRecord, PVOID DispatcherContext);

typedef const CHAR *LPCCH;
typedef CHAR *LPCH;
typedef const CHAR *LPCSTR;
typedef LPCCH LPCTCH;
typedef LPCSTR LPCTSTR;
typedef LPCSTR LPCUTSTR;
typedef const __unaligned WCHAR *LPCUWCHAR;
typedef const __unaligned WCHAR *LPCUWSTR;
typedef const WCHAR *LPCWCH;
typedef const WCHAR *LPCWCHAR;
typedef const WCHAR *LPCWSTR;
typedef CHAR *LPSTR;
typedef LPCH LPTCH;
typedef LPSTR LPTSTR;
typedef LPSTR LPUTSTR;
typedef __unaligned WCHAR *LPUWSTR;
typedef WCHAR *LPWCH;
typedef WCHAR *LPWSTR;
typedef CHAR *NPSTR;

typedef enum _NT_PRODUCT_TYPE {
    NtProductWinNt = 1,
    NtProductLanManNt,
    NtProductServer,
} NT_PRODUCT_TYPE, *PNT_PRODUCT_TYPE;

typedef WCHAR *NWPSTR;
typedef PSTRING PANSI_STRING;
typedef ANSI_STRING32 *PANSI_STRING32;
typedef ANSI_STRING64 *PANSI_STRING64;
typedef BOOLEAN *PBOOLEAN;
typedef PSTRING PCANSI_STRING;
typedef const CHAR *PCCH;
typedef CCHAR *PCCHAR;
typedef CHAR *PCH;
typedef CLONG *PCLONG;
typedef const NTSTATUS *PCNTSTATUS;
typedef const CHAR *PCNZCH;
typedef PCNZCH PCNZTCH;
typedef const WCHAR *PCNZWCH;
typedef const OBJECT_ATTRIBUTES *PCOBJECT_ATTRIBUTES;
typedef const OBJECT_ATTRIBUTES32 *PCOBJECT_ATTRIBUTES32;
typedef const OBJECT_ATTRIBUTES64 *PCOBJECT_ATTRIBUTES64;
typedef const STRING *PCOEM_STRING;
typedef const SCHAR *PCSCHAR;
typedef CSHORT *PCSHORT;
typedef const CHAR *PCSTR;
typedef const char *PCSZ;
typedef LPCCH PCTCH;
typedef LPCSTR PCTSTR;
typedef const UCHAR *PCUCHAR;
typedef const UCSCHAR *PCUCSCHAR;
typedef const UCSCHAR *PCUCSSTR;
typedef const ULONG *PCULONG;
typedef const UNICODE_STRING *PCUNICODE_STRING;
typedef PCNZCH PCUNZTCH;
typedef const __unaligned WCHAR *PCUNZWCH;
typedef const UQUAD *PCUQUAD;
typedef const USHORT *PCUSHORT;
typedef LPCSTR PCUTSTR;
typedef const __unaligned UCSCHAR *PCUUCSCHAR;
typedef const __unaligned UCSCHAR *PCUUCSSTR;
typedef const __unaligned WCHAR *PCUWCHAR;
typedef const __unaligned WCHAR *PCUWSTR;
typedef const CHAR *PCZZSTR;
typedef PCZZSTR PCUZZTSTR;
typedef const __unaligned WCHAR *PCUZZWSTR;
typedef const WCHAR *PCWCH;
typedef const WCHAR *PCWCHAR;
typedef const struct _WNF_STATE_NAME *PCWNF_STATE_NAME;
typedef const WCHAR *PCWSTR;
typedef const PCSTR *PCZPCSTR;
typedef const PCWSTR *PCZPCWSTR;
typedef CHAR *PSTR;
typedef const PSTR *PCZPSTR;
typedef WCHAR *PWSTR;
typedef const PWSTR *PCZPWSTR;
typedef PCZZSTR PCZZTSTR;
typedef const WCHAR *PCZZWSTR;
typedef DWORDLONG *PDWORDLONG;
typedef EXCEPTION_DISPOSITION (NTAPI *PEXCEPTION_ROUTINE)(void);
typedef HANDLE *PHANDLE;
typedef KIRQL *PKIRQL;
typedef ULONG *PULONG;
typedef PULONG PLCID;
typedef ULONG *PLOGICAL;
typedef LONG *PLONG;
typedef LONGLONG *PLONGLONG;
typedef NTSTATUS *PNTSTATUS;
typedef CHAR *PNZCH;
typedef PNZCH PNZTCH;
typedef WCHAR *PNZWCH;
typedef PSTRING POEM_STRING;
typedef LONG_PTR *PRTL_REFERENCE_COUNT;
typedef LONG *PRTL_REFERENCE_COUNT32;
typedef SCHAR *PSCHAR;
typedef SHORT *PSHORT;
typedef CHAR *PSZ;
typedef LPCH PTCH;
typedef char *PTCHAR;
#define PTIME PLARGE_INTEGER
typedef LPSTR PTSTR;
typedef unsigned char *PTUCHAR;
typedef UCHAR *PUCHAR;
typedef UCSCHAR *PUCSCHAR;
typedef UCSCHAR *PUCSSTR;
typedef ULONGLONG *PULONGLONG;
typedef UNICODE_STRING32 *PUNICODE_STRING32;
typedef UNICODE_STRING64 *PUNICODE_STRING64;
typedef PNZCH PUNZTCH;
typedef __unaligned WCHAR *PUNZWCH;
typedef UQUAD *PUQUAD;
typedef USHORT *PUSHORT;
typedef LPSTR PUTSTR;
typedef __unaligned UCSCHAR *PUUCSCHAR;
typedef __unaligned UCSCHAR *PUUCSSTR;
typedef __unaligned WCHAR *PUWSTR;
typedef CHAR *PZZSTR;
typedef PZZSTR PUZZTSTR;
typedef __unaligned WCHAR *PUZZWSTR;
typedef WCHAR *PWCHAR;
typedef PCSTR *PZPCSTR;
typedef PCWSTR *PZPCWSTR;
typedef PSTR *PZPSTR;
typedef PZPSTR PZPTSTR;
typedef PWSTR *PZPWSTR;
typedef PZZSTR PZZTSTR;
typedef WCHAR *PZZWSTR;

typedef enum _SUITE_TYPE {
    SmallBusiness,
    Enterprise,
    BackOffice,
    CommunicationServer,
    TerminalServer,
    SmallBusinessRestricted,
    EmbeddedNT,
    DataCenter,
    SingleUserTS,
    Personal,
    Blade,
    EmbeddedRestricted,
    SecurityAppliance,
    StorageServer,
    ComputeServer,
    WHServer,
    PhoneNT,
    MaxSuiteType,
} SUITE_TYPE;

#define TIME LARGE_INTEGER

typedef enum _TIMER_TYPE {
    NotificationTimer,
    SynchronizationTimer,
} TIMER_TYPE;

typedef enum _WAIT_TYPE {
    WaitAll,
    WaitAny,
    WaitNotification,
    WaitDequeue,
} WAIT_TYPE;

#endif
