/*
 * ntddk/context.h: processor contexts, exceptions, the processor control region.
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/ntddk/ + nf-ntddk-<function>, ns-ntddk-_<structure>, ne-ntddk-_<enumeration>, nc-ntddk-<callback>, all lower case.
 * A part of ntddk.h: include that.
 */
#ifndef FLUE_DDI_NTDDK_CONTEXT_H
#define FLUE_DDI_NTDDK_CONTEXT_H

#define EXCEPTION_READ_FAULT                                    0
#define EXCEPTION_WRITE_FAULT                                   1
#define EXCEPTION_EXECUTE_FAULT                                 8
#define CONTEXT_AMD64                                           0x00100000
#define CONTEXT_CONTROL                                         0x00100001
#define CONTEXT_INTEGER                                         0x00100002
#define CONTEXT_SEGMENTS                                        0x00100004
#define CONTEXT_FLOATING_POINT                                  0x00100008
#define CONTEXT_FULL                                            0x0010000B
#define CONTEXT_ALL                                             0x0010001F
#define CONTEXT_XSTATE                                          0x00100040
#define CONTEXT_EXCEPTION_ACTIVE                                0x08000000
#define CONTEXT_SERVICE_ACTIVE                                  0x10000000
#define CONTEXT_EXCEPTION_REQUEST                               0x40000000
#define CONTEXT_EXCEPTION_REPORTING                             0x80000000
#define CONTEXT_ARM64                                           0x00400000
#define CONTEXT_ARM64_CONTROL                                   0x00400001
#define CONTEXT_ARM64_INTEGER                                   0x00400002
#define CONTEXT_ARM64_FLOATING_POINT                            0x00400004
#define CONTEXT_ARM64_FULL                                      0x00400007
#define CONTEXT_ARM64_ALL                                       0x0040000F
#define PCR_MINOR_VERSION                                       1
#define PCR_MAJOR_VERSION                                       1
#define XSTATE_LEGACY_FLOATING_POINT                            0
#define XSTATE_LEGACY_SSE                                       1
#define XSTATE_GSSE                                             2
#define XSTATE_AVX                                              2
#define XSTATE_MPX_BNDREGS                                      3
#define XSTATE_MPX_BNDCSR                                       4
#define XSTATE_AVX512_KMASK                                     5
#define XSTATE_AVX512_ZMM_H                                     6
#define XSTATE_AVX512_ZMM                                       7
#define XSTATE_IPT                                              8
#define XSTATE_LWP                                              62
#define MAXIMUM_XSTATE_FEATURES                                 0x40
#define XSTATE_MASK_LEGACY_FLOATING_POINT                       ((ULONGLONG)1)
#define XSTATE_MASK_LEGACY_SSE                                  ((ULONGLONG)2)
#define XSTATE_MASK_LEGACY                                      ((ULONGLONG)3)
#define XSTATE_MASK_GSSE                                        ((ULONGLONG)4)
#define XSTATE_MASK_AVX                                         ((ULONGLONG)4)
#define XSTATE_MASK_MPX                                         ((ULONGLONG)24)
#define XSTATE_MASK_AVX512                                      ((ULONGLONG)224)
#define XSTATE_MASK_IPT                                         0x00000100ULL
#define XSTATE_MASK_LWP                                         0x4000000000000000ULL
#define XSTATE_MASK_ALLOWED                                     0x40000000000001FFULL
#define XSTATE_MASK_PERSISTENT                                  0x4000000000000010ULL
#define XSTATE_COMPACTION_ENABLE                                63
#define XSTATE_COMPACTION_ENABLE_MASK                           0x8000000000000000ULL
#define XSTATE_ALIGN_BIT                                        1
#define XSTATE_ALIGN_MASK                                       ((ULONGLONG)2)
#define XSTATE_CONTROLFLAG_XSAVEOPT_MASK                        1
#define XSTATE_CONTROLFLAG_XSAVEC_MASK                          2
#define XSTATE_CONTROLFLAG_VALID_MASK                           3
#define NX_SUPPORT_POLICY_ALWAYSOFF                             0
#define NX_SUPPORT_POLICY_ALWAYSON                              1
#define NX_SUPPORT_POLICY_OPTIN                                 2
#define NX_SUPPORT_POLICY_OPTOUT                                3
#define SEH_VALIDATION_POLICY_ON                                0
#define SEH_VALIDATION_POLICY_OFF                               1
#define SEH_VALIDATION_POLICY_TELEMETRY                         2
#define SEH_VALIDATION_POLICY_DEFER                             3
#define SHARED_GLOBAL_FLAGS_ERROR_PORT_V                        0
#define SHARED_GLOBAL_FLAGS_ERROR_PORT                          1
#define SHARED_GLOBAL_FLAGS_ELEVATION_ENABLED_V                 1
#define SHARED_GLOBAL_FLAGS_ELEVATION_ENABLED                   2
#define SHARED_GLOBAL_FLAGS_VIRT_ENABLED_V                      2
#define SHARED_GLOBAL_FLAGS_VIRT_ENABLED                        4
#define SHARED_GLOBAL_FLAGS_INSTALLER_DETECT_ENABLED_V          3
#define SHARED_GLOBAL_FLAGS_INSTALLER_DETECT_ENABLED            8
#define SHARED_GLOBAL_FLAGS_LKG_ENABLED_V                       4
#define SHARED_GLOBAL_FLAGS_LKG_ENABLED                         0x10
#define SHARED_GLOBAL_FLAGS_DYNAMIC_PROC_ENABLED_V              5
#define SHARED_GLOBAL_FLAGS_DYNAMIC_PROC_ENABLED                0x20
#define SHARED_GLOBAL_FLAGS_CONSOLE_BROKER_ENABLED_V            6
#define SHARED_GLOBAL_FLAGS_CONSOLE_BROKER_ENABLED              0x40
#define SHARED_GLOBAL_FLAGS_SECURE_BOOT_ENABLED_V               7
#define SHARED_GLOBAL_FLAGS_SECURE_BOOT_ENABLED                 0x80
#define SHARED_GLOBAL_FLAGS_MULTI_SESSION_SKU_V                 8
#define SHARED_GLOBAL_FLAGS_MULTI_SESSION_SKU                   0x00000100
#define SHARED_GLOBAL_FLAGS_MULTIUSERS_IN_SESSION_SKU_V         9
#define SHARED_GLOBAL_FLAGS_MULTIUSERS_IN_SESSION_SKU           0x00000200
#define SHARED_GLOBAL_FLAGS_STATE_SEPARATION_ENABLED_V          10
#define SHARED_GLOBAL_FLAGS_STATE_SEPARATION_ENABLED            0x00000400
#define SYSTEM_CALL_SYSCALL                                     0
#define SYSTEM_CALL_INT_2E                                      1
#define SHARED_GLOBAL_FLAGS_QPC_BYPASS_ENABLED                  1
#define SHARED_GLOBAL_FLAGS_QPC_BYPASS_USE_MFENCE               0x10
#define SHARED_GLOBAL_FLAGS_QPC_BYPASS_USE_LFENCE               0x20
#define SHARED_GLOBAL_FLAGS_QPC_BYPASS_A73_ERRATA               0x40
#define SHARED_GLOBAL_FLAGS_QPC_BYPASS_USE_RDTSCP               0x80
#define MM_SYSTEM_VIEW_EXCEPTIONS_FOR_INPAGE_ERRORS             1

struct _CONTEXT {
    ULONG64 P1Home;
    ULONG64 P2Home;
    ULONG64 P3Home;
    ULONG64 P4Home;
    ULONG64 P5Home;
    ULONG64 P6Home;
    ULONG ContextFlags;
    ULONG MxCsr;
    USHORT SegCs;
    USHORT SegDs;
    USHORT SegEs;
    USHORT SegFs;
    USHORT SegGs;
    USHORT SegSs;
    ULONG EFlags;
    ULONG64 Dr0;
    ULONG64 Dr1;
    ULONG64 Dr2;
    ULONG64 Dr3;
    ULONG64 Dr6;
    ULONG64 Dr7;
    ULONG64 Rax;
    ULONG64 Rcx;
    ULONG64 Rdx;
    ULONG64 Rbx;
    ULONG64 Rsp;
    ULONG64 Rbp;
    ULONG64 Rsi;
    ULONG64 Rdi;
    ULONG64 R8;
    ULONG64 R9;
    ULONG64 R10;
    ULONG64 R11;
    ULONG64 R12;
    ULONG64 R13;
    ULONG64 R14;
    ULONG64 R15;
    ULONG64 Rip;
    union {
        XMM_SAVE_AREA32 FltSave;
        struct {
            M128A Header[2];
            M128A Legacy[8];
            M128A Xmm0;
            M128A Xmm1;
            M128A Xmm2;
            M128A Xmm3;
            M128A Xmm4;
            M128A Xmm5;
            M128A Xmm6;
            M128A Xmm7;
            M128A Xmm8;
            M128A Xmm9;
            M128A Xmm10;
            M128A Xmm11;
            M128A Xmm12;
            M128A Xmm13;
            M128A Xmm14;
            M128A Xmm15;
        };
    };
    M128A VectorRegister[26];
    ULONG64 VectorControl;
    ULONG64 DebugControl;
    ULONG64 LastBranchToRip;
    ULONG64 LastBranchFromRip;
    ULONG64 LastExceptionToRip;
    ULONG64 LastExceptionFromRip;
};

typedef union _ARM64_NT_NEON128 {
    struct {
        ULONGLONG Low;
        LONGLONG High;
    };
    double D[2];
    float S[4];
    USHORT H[8];
    UCHAR B[16];
} ARM64_NT_NEON128, *PARM64_NT_NEON128;

typedef struct DECLSPEC_ALIGN(16) _ARM64_NT_CONTEXT {
    ULONG ContextFlags;
    ULONG Cpsr;
    union {
        struct {
            ULONG64 X0;
            ULONG64 X1;
            ULONG64 X2;
            ULONG64 X3;
            ULONG64 X4;
            ULONG64 X5;
            ULONG64 X6;
            ULONG64 X7;
            ULONG64 X8;
            ULONG64 X9;
            ULONG64 X10;
            ULONG64 X11;
            ULONG64 X12;
            ULONG64 X13;
            ULONG64 X14;
            ULONG64 X15;
            ULONG64 X16;
            ULONG64 X17;
            ULONG64 X18;
            ULONG64 X19;
            ULONG64 X20;
            ULONG64 X21;
            ULONG64 X22;
            ULONG64 X23;
            ULONG64 X24;
            ULONG64 X25;
            ULONG64 X26;
            ULONG64 X27;
            ULONG64 X28;
            ULONG64 Fp;
            ULONG64 Lr;
        };
        ULONG64 X[31];
    };
    ULONG64 Sp;
    ULONG64 Pc;
    ARM64_NT_NEON128 V[32];
    ULONG Fpcr;
    ULONG Fpsr;
    ULONG Bcr[8];
    ULONG64 Bvr[8];
    ULONG Wcr[2];
    ULONG64 Wvr[2];
} ARM64_NT_CONTEXT, *PARM64_NT_CONTEXT;

typedef struct _RTL_DYNAMIC_HASH_TABLE_CONTEXT {
    PLIST_ENTRY ChainHead;
    PLIST_ENTRY PrevLinkage;
    ULONG_PTR Signature;
} RTL_DYNAMIC_HASH_TABLE_CONTEXT, *PRTL_DYNAMIC_HASH_TABLE_CONTEXT;

typedef struct _EXCEPTION_REGISTRATION_RECORD {
    struct _EXCEPTION_REGISTRATION_RECORD *Next;
    PEXCEPTION_ROUTINE Handler;
} EXCEPTION_REGISTRATION_RECORD, *PEXCEPTION_REGISTRATION_RECORD;

typedef struct _NT_TIB {
    struct _EXCEPTION_REGISTRATION_RECORD *ExceptionList;
    PVOID StackBase;
    PVOID StackLimit;
    PVOID SubSystemTib;
    union {
        PVOID FiberData;
        ULONG Version;
    };
    PVOID ArbitraryUserPointer;
    struct _NT_TIB *Self;
} NT_TIB, *PNT_TIB;

union _KGDTENTRY64;
struct _KTSS64;
struct _KPRCB;
union _KIDTENTRY64;

typedef struct _KPCR {
    union {
        NT_TIB NtTib;
        struct {
            union _KGDTENTRY64 *GdtBase;
            struct _KTSS64 *TssBase;
            ULONG64 UserRsp;
            struct _KPCR *Self;
            struct _KPRCB *CurrentPrcb;
            PKSPIN_LOCK_QUEUE LockArray;
            PVOID Used_Self;
        };
    };
    union _KIDTENTRY64 *IdtBase;
    ULONG64 Unused[2];
    KIRQL Irql;
    UCHAR SecondLevelCacheAssociativity;
    UCHAR ObsoleteNumber;
    UCHAR Fill0;
    ULONG Unused0[3];
    USHORT MajorVersion;
    USHORT MinorVersion;
    ULONG StallScaleFactor;
    PVOID Unused1[3];
    ULONG KernelReserved[15];
    ULONG SecondLevelCacheSize;
    ULONG HalReserved[16];
    ULONG Unused2;
    PVOID KdVersionBlock;
    PVOID Unused3;
    ULONG PcrAlign1[24];
} KPCR, *PKPCR;

typedef struct _KTRAP_FRAME {
    ULONG64 P1Home;
    ULONG64 P2Home;
    ULONG64 P3Home;
    ULONG64 P4Home;
    ULONG64 P5;
    KPROCESSOR_MODE PreviousMode;
    KIRQL PreviousIrql;
    UCHAR FaultIndicator;
    UCHAR ExceptionActive;
    ULONG MxCsr;
    ULONG64 Rax;
    ULONG64 Rcx;
    ULONG64 Rdx;
    ULONG64 R8;
    ULONG64 R9;
    ULONG64 R10;
    ULONG64 R11;
    union {
        ULONG64 GsBase;
        ULONG64 GsSwap;
    };
    M128A Xmm0;
    M128A Xmm1;
    M128A Xmm2;
    M128A Xmm3;
    M128A Xmm4;
    M128A Xmm5;
    union {
        ULONG64 FaultAddress;
        ULONG64 ContextRecord;
    };
    ULONG64 Dr0;
    ULONG64 Dr1;
    ULONG64 Dr2;
    ULONG64 Dr3;
    ULONG64 Dr6;
    ULONG64 Dr7;
    ULONG64 DebugControl;
    ULONG64 LastBranchToRip;
    ULONG64 LastBranchFromRip;
    ULONG64 LastExceptionToRip;
    ULONG64 LastExceptionFromRip;
    USHORT SegDs;
    USHORT SegEs;
    USHORT SegFs;
    USHORT SegGs;
    ULONG64 TrapFrame;
    ULONG64 Rbx;
    ULONG64 Rdi;
    ULONG64 Rsi;
    ULONG64 Rbp;
    union {
        ULONG64 ErrorCode;
        ULONG64 ExceptionFrame;
    };
    ULONG64 Rip;
    USHORT SegCs;
    UCHAR Fill0;
    UCHAR Logging;
    USHORT Fill1[2];
    ULONG EFlags;
    ULONG Fill2;
    ULONG64 Rsp;
    USHORT SegSs;
    USHORT Fill3;
    ULONG Fill4;
} KTRAP_FRAME, *PKTRAP_FRAME;

typedef struct _XSTATE_FEATURE {
    ULONG Offset;
    ULONG Size;
} XSTATE_FEATURE, *PXSTATE_FEATURE;

typedef struct _XSTATE_CONFIGURATION {
    ULONG64 EnabledFeatures;
    ULONG64 EnabledVolatileFeatures;
    ULONG Size;
    union {
        ULONG ControlFlags;
        struct {
            ULONG OptimizedSave : 1;
            ULONG CompactionEnabled : 1;
        };
    };
    XSTATE_FEATURE Features[64];
    ULONG64 EnabledSupervisorFeatures;
    ULONG64 AlignedFeatures;
    ULONG AllFeatureSize;
    ULONG AllFeatures[64];
} XSTATE_CONFIGURATION, *PXSTATE_CONFIGURATION;

/*
 * The page at 0xFFFFF78000000000 that kernel code reads inline: time, ticks, versions, processor features. KSYSTEM_TIME members are read high, low, high.
 */
typedef struct _KUSER_SHARED_DATA {
    ULONG TickCountLowDeprecated;
    ULONG TickCountMultiplier;
    volatile KSYSTEM_TIME InterruptTime;
    volatile KSYSTEM_TIME SystemTime;
    volatile KSYSTEM_TIME TimeZoneBias;
    USHORT ImageNumberLow;
    USHORT ImageNumberHigh;
    WCHAR NtSystemRoot[260];
    ULONG MaxStackTraceDepth;
    ULONG CryptoExponent;
    ULONG TimeZoneId;
    ULONG LargePageMinimum;
    ULONG AitSamplingValue;
    ULONG AppCompatFlag;
    ULONGLONG RNGSeedVersion;
    ULONG GlobalValidationRunlevel;
    volatile LONG TimeZoneBiasStamp;
    ULONG NtBuildNumber;
    NT_PRODUCT_TYPE NtProductType;
    BOOLEAN ProductTypeIsValid;
    BOOLEAN Reserved0[1];
    USHORT NativeProcessorArchitecture;
    ULONG NtMajorVersion;
    ULONG NtMinorVersion;
    BOOLEAN ProcessorFeatures[64];
    ULONG Reserved1;
    ULONG Reserved3;
    volatile ULONG TimeSlip;
    ALTERNATIVE_ARCHITECTURE_TYPE AlternativeArchitecture;
    ULONG BootId;
    LARGE_INTEGER SystemExpirationDate;
    ULONG SuiteMask;
    BOOLEAN KdDebuggerEnabled;
    union {
        UCHAR MitigationPolicies;
        struct {
            UCHAR NXSupportPolicy : 2;
            UCHAR SEHValidationPolicy : 2;
            UCHAR CurDirDevicesSkippedForDlls : 2;
            UCHAR Reserved : 2;
        };
    };
    UCHAR Reserved6[2];
    volatile ULONG ActiveConsoleId;
    volatile ULONG DismountCount;
    ULONG ComPlusPackage;
    ULONG LastSystemRITEventTickCount;
    ULONG NumberOfPhysicalPages;
    BOOLEAN SafeBootMode;
    UCHAR VirtualizationFlags;
    UCHAR Reserved12[2];
    union {
        ULONG SharedDataFlags;
        struct {
            ULONG DbgErrorPortPresent : 1;
            ULONG DbgElevationEnabled : 1;
            ULONG DbgVirtEnabled : 1;
            ULONG DbgInstallerDetectEnabled : 1;
            ULONG DbgLkgEnabled : 1;
            ULONG DbgDynProcessorEnabled : 1;
            ULONG DbgConsoleBrokerEnabled : 1;
            ULONG DbgSecureBootEnabled : 1;
            ULONG DbgMultiSessionSku : 1;
            ULONG DbgMultiUsersInSessionSku : 1;
            ULONG DbgStateSeparationEnabled : 1;
            ULONG SpareBits : 21;
        };
    };
    ULONG DataFlagsPad[1];
    ULONGLONG TestRetInstruction;
    LONGLONG QpcFrequency;
    ULONG SystemCall;
    ULONG SystemCallPad0;
    ULONGLONG SystemCallPad[2];
    union {
        volatile KSYSTEM_TIME TickCount;
        volatile ULONG64 TickCountQuad;
        struct {
            ULONG ReservedTickCountOverlay[3];
            ULONG TickCountPad[1];
        };
    };
    ULONG Cookie;
    ULONG CookiePad[1];
    LONGLONG ConsoleSessionForegroundProcessId;
    ULONGLONG TimeUpdateLock;
    ULONGLONG BaselineSystemTimeQpc;
    ULONGLONG BaselineInterruptTimeQpc;
    ULONGLONG QpcSystemTimeIncrement;
    ULONGLONG QpcInterruptTimeIncrement;
    UCHAR QpcSystemTimeIncrementShift;
    UCHAR QpcInterruptTimeIncrementShift;
    USHORT UnparkedProcessorCount;
    ULONG EnclaveFeatureMask[4];
    ULONG TelemetryCoverageRound;
    USHORT UserModeGlobalLogger[16];
    ULONG ImageFileExecutionOptions;
    ULONG LangGenerationCount;
    ULONGLONG Reserved4;
    volatile ULONGLONG InterruptTimeBias;
    volatile ULONGLONG QpcBias;
    ULONG ActiveProcessorCount;
    volatile UCHAR ActiveGroupCount;
    UCHAR Reserved9;
    union {
        USHORT QpcData;
        struct {
            volatile UCHAR QpcBypassEnabled;
            UCHAR QpcShift;
        };
    };
    LARGE_INTEGER TimeZoneBiasEffectiveStart;
    LARGE_INTEGER TimeZoneBiasEffectiveEnd;
    XSTATE_CONFIGURATION XState;
} KUSER_SHARED_DATA, *PKUSER_SHARED_DATA;

typedef struct _OPLOCK_KEY_CONTEXT {
    USHORT Version;
    USHORT Flags;
    GUID ParentOplockKey;
    GUID TargetOplockKey;
    ULONG Reserved;
} OPLOCK_KEY_CONTEXT, *POPLOCK_KEY_CONTEXT;

struct _ECP_LIST;
typedef struct _TXN_PARAMETER_BLOCK TXN_PARAMETER_BLOCK, *PTXN_PARAMETER_BLOCK;
struct _EJOB;
typedef struct _EJOB *PESILO;

typedef struct _IO_DRIVER_CREATE_CONTEXT {
    CSHORT Size;
    struct _ECP_LIST *ExtraCreateParameter;
    PVOID DeviceObjectHint;
    PTXN_PARAMETER_BLOCK TxnParameters;
    PESILO SiloContext;
} IO_DRIVER_CREATE_CONTEXT, *PIO_DRIVER_CREATE_CONTEXT;

typedef enum _BDCB_STATUS_UPDATE_TYPE {
    BdCbStatusPrepareForDependencyLoad,
    BdCbStatusPrepareForDriverLoad,
    BdCbStatusPrepareForUnload,
} BDCB_STATUS_UPDATE_TYPE, *PBDCB_STATUS_UPDATE_TYPE;

typedef struct _BDCB_STATUS_UPDATE_CONTEXT {
    BDCB_STATUS_UPDATE_TYPE StatusType;
} BDCB_STATUS_UPDATE_CONTEXT, *PBDCB_STATUS_UPDATE_CONTEXT;

typedef void (NTAPI *PDRIVER_CMC_EXCEPTION_CALLBACK)(PVOID Context, PCMC_EXCEPTION CmcLog);
typedef void (NTAPI *PDRIVER_CPE_EXCEPTION_CALLBACK)(PVOID Context, PCPE_EXCEPTION CmcLog);
struct _OPLOCK_KEY_ECP_CONTEXT;
typedef struct _OPLOCK_KEY_ECP_CONTEXT *POPLOCK_KEY_ECP_CONTEXT;

#endif
