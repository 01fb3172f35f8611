/* mce.h: machine check types. */
#ifndef FLUE_DDI_MCE_H
#define FLUE_DDI_MCE_H

#include <ntdef.h>

#define MCA_EXTREG_V2MAX                                        24
#define MCA_EXCEPTION_V1_SIZE                                   56
#define MCA_EXCEPTION_V2_SIZE                                   0x00000100ULL

typedef UCHAR ERROR_SEVERITY;

typedef union _MCI_ADDR {
    struct {
        ULONG Address;
        ULONG Reserved;
    };
    ULONGLONG QuadPart;
} MCI_ADDR, *PMCI_ADDR;

typedef union _MCI_STATS {
    struct {
        USHORT McaErrorCode;
        USHORT ModelErrorCode;
        ULONG OtherInformation : 25;
        ULONG ContextCorrupt : 1;
        ULONG AddressValid : 1;
        ULONG MiscValid : 1;
        ULONG ErrorEnabled : 1;
        ULONG UncorrectedError : 1;
        ULONG StatusOverFlow : 1;
        ULONG Valid : 1;
    } MciStatus;
    ULONG64 QuadPart;
} MCI_STATS, *PMCI_STATS;

typedef enum MCA_EXCEPTION_TYPE {
    HAL_MCE_RECORD,
    HAL_MCA_RECORD,
} MCA_EXCEPTION_TYPE;

typedef struct _MCA_EXCEPTION {
    ULONG VersionNumber;
    MCA_EXCEPTION_TYPE ExceptionType;
    LARGE_INTEGER TimeStamp;
    ULONG ProcessorNumber;
    ULONG Reserved1;
    union {
        struct {
            UCHAR BankNumber;
            UCHAR Reserved2[7];
            MCI_STATS Status;
            MCI_ADDR Address;
            ULONGLONG Misc;
        } Mca;
        struct {
            ULONGLONG Address;
            ULONGLONG Type;
        } Mce;
    } u;
    ULONG ExtCnt;
    ULONG Reserved3;
    ULONGLONG ExtReg[24];
} MCA_EXCEPTION, *PCMC_EXCEPTION, *PCPE_EXCEPTION, *PMCA_EXCEPTION;

typedef MCA_EXCEPTION CMC_EXCEPTION;
typedef MCA_EXCEPTION CPE_EXCEPTION;

typedef enum _ERROR_SEVERITY_VALUE {
    ErrorRecoverable,
    ErrorFatal,
    ErrorCorrected,
    ErrorOthers,
} ERROR_SEVERITY_VALUE;

typedef UCHAR *PERROR_SEVERITY;

#endif
