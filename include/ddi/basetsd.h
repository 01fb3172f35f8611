/* basetsd.h: the integer types of Windows: LONG has 32 bits everywhere, pointers and *_PTR 64. */
#ifndef FLUE_DDI_BASETSD_H
#define FLUE_DDI_BASETSD_H

#include <ddi_platform.h>

typedef char CHAR;
typedef unsigned char UCHAR;
typedef short SHORT;
typedef unsigned short USHORT;
typedef DDI_LONG LONG;
typedef unsigned DDI_LONG ULONG;
typedef long long LONGLONG;
typedef unsigned long long ULONGLONG;
typedef unsigned short WCHAR;
typedef UCHAR BOOLEAN;
typedef void *PVOID;
typedef void *HANDLE;

typedef unsigned int DWORD32;
typedef unsigned long long DWORD64;
typedef unsigned long long ULONG_PTR;
typedef ULONG_PTR DWORD_PTR;
typedef int HALF_PTR;
typedef unsigned long long HANDLE_PTR;
typedef short INT16;
typedef int INT32;
typedef long long INT64;
typedef signed char INT8;
typedef long long INT_PTR;
typedef ULONG_PTR KAFFINITY;
typedef int LONG32;
typedef long long LONG64;
typedef long long LONG_PTR;
typedef unsigned long long POINTER_64_INT;
typedef long long SHANDLE_PTR;
typedef ULONG_PTR SIZE_T;
typedef LONG_PTR SSIZE_T;
typedef unsigned int UHALF_PTR;
typedef unsigned short UINT16;
typedef unsigned int UINT32;
typedef unsigned long long UINT64;
typedef unsigned char UINT8;
typedef unsigned long long UINT_PTR;
typedef unsigned int ULONG32;
typedef unsigned long long ULONG64;
typedef unsigned int *PDWORD32;
typedef unsigned long long *PDWORD64;
typedef ULONG_PTR *PDWORD_PTR;
typedef int *PHALF_PTR;
typedef short *PINT16;
typedef int *PINT32;
typedef long long *PINT64;
typedef signed char *PINT8;
typedef long long *PINT_PTR;
typedef KAFFINITY *PKAFFINITY;
typedef int *PLONG32;
typedef long long *PLONG64;
typedef long long *PLONG_PTR;
typedef ULONG_PTR *PSIZE_T;
typedef LONG_PTR *PSSIZE_T;
typedef unsigned int *PUHALF_PTR;
typedef unsigned short *PUINT16;
typedef unsigned int *PUINT32;
typedef unsigned long long *PUINT64;
typedef unsigned char *PUINT8;
typedef unsigned long long *PUINT_PTR;
typedef unsigned int *PULONG32;
typedef unsigned long long *PULONG64;
typedef unsigned long long *PULONG_PTR;

#endif
