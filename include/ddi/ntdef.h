/*
 * ntdef.h: basic types, strings, lists, object attributes, and the macros every driver uses.
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/ntdef/ + nf-ntdef-<function>, ns-ntdef-_<structure>, ne-ntdef-_<enumeration>, nc-ntdef-<callback>, all lower case.
 */
#ifndef FLUE_DDI_NTDEF_H
#define FLUE_DDI_NTDEF_H

#include <ddi_platform.h>
#include <basetsd.h>
#include <guiddef.h>

#ifndef TRUE
#define TRUE 1
#endif
#ifndef FALSE
#define FALSE 0
#endif
#ifndef NULL
#define NULL ((void *)0)
#endif
#define VOID void
typedef void *PVOID64;
#define FIELD_OFFSET(type, field) ((LONG)offsetof(type, field))
#define RTL_FIELD_SIZE(type, field) (sizeof(((type *)0)->field))
#define RTL_SIZEOF_THROUGH_FIELD(type, field) (offsetof(type, field) + RTL_FIELD_SIZE(type, field))
typedef enum _EXCEPTION_DISPOSITION {
    ExceptionContinueExecution,
    ExceptionContinueSearch,
    ExceptionNestedException,
    ExceptionCollidedUnwind
} EXCEPTION_DISPOSITION;

#include <ntdef/types.h>             /* basic types, strings, lists, object attributes */
#include <ntdef/product.h>           /* product types, language and locale identifiers */

/* Results. NT_SUCCESS takes success and informational codes. learn.microsoft.com/windows-hardware/drivers/kernel/using-ntstatus-values */
#define NT_SUCCESS(Status) (((NTSTATUS)(Status)) >= 0)
#define NT_INFORMATION(Status) ((((ULONG)(Status)) >> 30) == 1)
#define NT_WARNING(Status) ((((ULONG)(Status)) >> 30) == 2)
#define NT_ERROR(Status) ((((ULONG)(Status)) >> 30) == 3)

/* Structures and members. */
#define UFIELD_OFFSET(type, field) ((ULONG)offsetof(type, field))
#define CONTAINING_RECORD(address, type, field) ((type *)((PCHAR)(address) - (ULONG_PTR)offsetof(type, field)))
#define TYPE_ALIGNMENT(t) FIELD_OFFSET(struct { char x; t test; }, test)
#define PROBE_ALIGNMENT(_s) TYPE_ALIGNMENT(ULONG)
#define PROBE_ALIGNMENT32(_s) TYPE_ALIGNMENT(ULONG)
#define RTL_CONTAINS_FIELD(Struct, Size, Field) ((((PCHAR)(&(Struct)->Field)) + sizeof((Struct)->Field)) <= (((PCHAR)(Struct)) + (Size)))
#define RTL_NUMBER_OF_V1(A) (sizeof(A) / sizeof((A)[0]))
#define RTL_NUMBER_OF_V2(A) RTL_NUMBER_OF_V1(A)
#define RTL_NUMBER_OF(A) RTL_NUMBER_OF_V1(A)
#define ARRAYSIZE(A) RTL_NUMBER_OF_V1(A)
#define RTL_FIELD_TYPE(type, field) (((type *)0)->field)
#define RTL_NUMBER_OF_FIELD(type, field) RTL_NUMBER_OF(RTL_FIELD_TYPE(type, field))
#define RTL_PADDING_BETWEEN_FIELDS(T, F1, F2)                                                                                                     \
    ((FIELD_OFFSET(T, F2) > FIELD_OFFSET(T, F1)) ? (FIELD_OFFSET(T, F2) - FIELD_OFFSET(T, F1) - RTL_FIELD_SIZE(T, F1))                            \
                                                 : (FIELD_OFFSET(T, F1) - FIELD_OFFSET(T, F2) - RTL_FIELD_SIZE(T, F2)))
#define RTL_CONST_CAST(type) (type)
#define RTL_BITS_OF(sizeOfArg) (sizeof(sizeOfArg) * 8)
#define RTL_BITS_OF_FIELD(type, field) (RTL_BITS_OF(RTL_FIELD_TYPE(type, field)))
#define C_ASSERT(e) _Static_assert((e), #e)
#define ARGUMENT_PRESENT(ArgumentPointer) ((CHAR *)(ULONG_PTR)(ArgumentPointer) != (CHAR *)NULL)
#define UNREFERENCED_PARAMETER(P) ((void)(P))
#define DBG_UNREFERENCED_PARAMETER(P) ((void)(P))
#define DBG_UNREFERENCED_LOCAL_VARIABLE(V) ((void)(V))
#define DECLARE_HANDLE(name)                                                                                                                      \
    struct name##__ {                                                                                                                             \
        int unused;                                                                                                                               \
    };                                                                                                                                            \
    typedef struct name##__ *name
#define DEFINE_ENUM_FLAG_OPERATORS(ENUMTYPE)
#if FLUE_DDI_DRIVER
#ifndef max
#define max(a, b) (((a) > (b)) ? (a) : (b))
#endif
#ifndef min
#define min(a, b) (((a) < (b)) ? (a) : (b))
#endif
#endif
#ifdef UNICODE
#define TEXT(quote) L##quote
#else
#define TEXT(quote) quote
#endif

/* Strings: Length and MaximumLength are bytes; Buffer need not be terminated. */
#define RTL_CONSTANT_STRING(s) {sizeof(s) - sizeof((s)[0]), sizeof(s), (void *)(s)}
#define DECLARE_CONST_UNICODE_STRING(_var, _string)                                                                                               \
    const WCHAR _var##_buffer[] = _string;                                                                                                        \
    const UNICODE_STRING _var = {sizeof(_string) - sizeof(WCHAR), sizeof(_string), (PWCH)_var##_buffer}
#define DECLARE_GLOBAL_CONST_UNICODE_STRING(_var, _str)                                                                                           \
    extern const UNICODE_STRING _var;                                                                                                             \
    const DECLSPEC_SELECTANY UNICODE_STRING _var = RTL_CONSTANT_STRING(_str)
#define DECLARE_UNICODE_STRING_SIZE(_var, _size)                                                                                                  \
    WCHAR _var##_buffer[_size];                                                                                                                   \
    UNICODE_STRING _var = {0, (_size) * sizeof(WCHAR), _var##_buffer}

/* Object attributes: n is PUNICODE_STRING or NULL, r the root handle or NULL, s a security descriptor or NULL. */
#define InitializeObjectAttributes(p, n, a, r, s)                                                                                                 \
    do {                                                                                                                                          \
        (p)->Length = sizeof(OBJECT_ATTRIBUTES);                                                                                                  \
        (p)->RootDirectory = (r);                                                                                                                 \
        (p)->Attributes = (a);                                                                                                                    \
        (p)->ObjectName = (n);                                                                                                                    \
        (p)->SecurityDescriptor = (s);                                                                                                            \
        (p)->SecurityQualityOfService = NULL;                                                                                                     \
    } while (0)
#define RTL_CONSTANT_OBJECT_ATTRIBUTES(n, a) {sizeof(OBJECT_ATTRIBUTES), NULL, (PUNICODE_STRING)(n), (a), NULL, NULL}
#define RTL_INIT_OBJECT_ATTRIBUTES(n, a) RTL_CONSTANT_OBJECT_ATTRIBUTES(n, a)

/* Arithmetic. */
#define Int32x32To64(a, b) (((LONGLONG)((LONG)(a))) * ((LONGLONG)((LONG)(b))))
#define UInt32x32To64(a, b) (((ULONGLONG)((ULONG)(a))) * ((ULONGLONG)((ULONG)(b))))
#define Int64ShllMod32(a, b) (((ULONGLONG)(a)) << (b))
#define Int64ShraMod32(a, b) (((LONGLONG)(a)) >> (b))
#define Int64ShrlMod32(a, b) (((ULONGLONG)(a)) >> (b))
DDI_INLINE UCHAR ddi_rotl8(UCHAR v, UCHAR n) { return (UCHAR)(v << (n & 7) | v >> (-n & 7)); }
DDI_INLINE UCHAR ddi_rotr8(UCHAR v, UCHAR n) { return (UCHAR)(v >> (n & 7) | v << (-n & 7)); }
DDI_INLINE USHORT ddi_rotl16(USHORT v, UCHAR n) { return (USHORT)(v << (n & 15) | v >> (-n & 15)); }
DDI_INLINE USHORT ddi_rotr16(USHORT v, UCHAR n) { return (USHORT)(v >> (n & 15) | v << (-n & 15)); }
DDI_INLINE unsigned ddi_rotl32(unsigned v, int n) { return v << (n & 31) | v >> (-n & 31); }
DDI_INLINE unsigned ddi_rotr32(unsigned v, int n) { return v >> (n & 31) | v << (-n & 31); }
DDI_INLINE unsigned long long ddi_rotl64(unsigned long long v, int n) { return v << (n & 63) | v >> (-n & 63); }
DDI_INLINE unsigned long long ddi_rotr64(unsigned long long v, int n) { return v >> (n & 63) | v << (-n & 63); }
#define _rotl8 ddi_rotl8
#define _rotr8 ddi_rotr8
#define _rotl16 ddi_rotl16
#define _rotr16 ddi_rotr16
#ifndef _rotl
#define _rotl ddi_rotl32
#define _rotr ddi_rotr32
#endif
#define _rotl64 ddi_rotl64
#define _rotr64 ddi_rotr64
#define RotateLeft16 _rotl16
#define RotateLeft32 _rotl
#define RotateLeft64 _rotl64
#define RotateLeft8 _rotl8
#define RotateRight16 _rotr16
#define RotateRight32 _rotr
#define RotateRight64 _rotr64
#define RotateRight8 _rotr8
#define RTL_BALANCED_NODE_GET_PARENT_POINTER(Node) ((PRTL_BALANCED_NODE)((Node)->ParentValue & ~RTL_BALANCED_NODE_RESERVED_PARENT_MASK))
DDI_INLINE void ListEntry32To64(PLIST_ENTRY32 l32, PLIST_ENTRY64 l64)
{
    l64->Flink = (ULONGLONG)(LONGLONG)(LONG)l32->Flink;
    l64->Blink = (ULONGLONG)(LONGLONG)(LONG)l32->Blink;
}
DDI_INLINE void ListEntry64To32(PLIST_ENTRY64 l64, PLIST_ENTRY32 l32)
{
    l32->Flink = (ULONG)l64->Flink;
    l32->Blink = (ULONG)l64->Blink;
}

/* Pointers and integers. */
#define PtrToUlong(p) ((ULONG)(ULONG_PTR)(p))
#define PtrToLong(p) ((LONG)(LONG_PTR)(p))
#define PtrToUint(p) ((unsigned)(ULONG_PTR)(p))
#define PtrToInt(p) ((int)(LONG_PTR)(p))
#define PtrToUshort(p) ((USHORT)(ULONG_PTR)(p))
#define PtrToShort(p) ((SHORT)(LONG_PTR)(p))
#define ULongToPtr(u) ((PVOID)(ULONG_PTR)(ULONG)(u))
#define UlongToPtr(u) ULongToPtr(u)
#define LongToPtr(l) ((PVOID)(LONG_PTR)(LONG)(l))
#define UIntToPtr(u) ((PVOID)(ULONG_PTR)(unsigned)(u))
#define IntToPtr(i) ((PVOID)(LONG_PTR)(int)(i))
#define HandleToULong(h) ((ULONG)(ULONG_PTR)(h))
#define HandleToLong(h) ((LONG)(LONG_PTR)(h))
#define ULongToHandle(u) ((HANDLE)(ULONG_PTR)(ULONG)(u))
#define LongToHandle(l) ((HANDLE)(LONG_PTR)(LONG)(l))

/* Language identifiers. */
#define MAKELANGID(p, s) ((USHORT)((((USHORT)(s)) << 10) | (USHORT)(p)))
#define PRIMARYLANGID(lgid) ((USHORT)(lgid) & 0x3ff)
#define SUBLANGID(lgid) ((USHORT)(lgid) >> 10)
#define MAKELCID(lgid, srtid) ((ULONG)((((ULONG)((USHORT)(srtid))) << 16) | ((ULONG)((USHORT)(lgid)))))
#define MAKESORTLCID(lgid, srtid, ver) ((ULONG)((MAKELCID(lgid, srtid)) | (((ULONG)((USHORT)(ver))) << 20)))
#define LANGIDFROMLCID(lcid) ((USHORT)(lcid))
#define SORTIDFROMLCID(lcid) ((USHORT)((((ULONG)(lcid)) >> 16) & 0xf))
#define SORTVERSIONFROMLCID(lcid) ((USHORT)((((ULONG)(lcid)) >> 20) & 0xf))

#define EXTERN_C extern
#define EXTERN_C_START
#define EXTERN_C_END
/* COM and flag helpers that headers shared with user mode bring along. */
#define COMPILETIME_OR_2FLAGS(a, b) ((ULONG)(a) | (ULONG)(b))
#define COMPILETIME_OR_3FLAGS(a, b, c) ((ULONG)(a) | (ULONG)(b) | (ULONG)(c))
#define COMPILETIME_OR_4FLAGS(a, b, c, d) ((ULONG)(a) | (ULONG)(b) | (ULONG)(c) | (ULONG)(d))
#define COMPILETIME_OR_5FLAGS(a, b, c, d, e) ((ULONG)(a) | (ULONG)(b) | (ULONG)(c) | (ULONG)(d) | (ULONG)(e))
#define COMPILETIME_OR_6FLAGS(a, b, c, d, e, f) ((ULONG)(a) | (ULONG)(b) | (ULONG)(c) | (ULONG)(d) | (ULONG)(e) | (ULONG)(f))
#define DECLSPEC_UUID(x)
#define STDAPI_(type) EXTERN_C type NTAPI
#define STDAPIV_(type) EXTERN_C type __cdecl
#define STDMETHODIMP_(type) type NTAPI
#define STDMETHODIMPV_(type) type __cdecl
#define STDOVERRIDEMETHODIMP_(type) type NTAPI
#define STDOVERRIDEMETHODIMPV_(type) type __cdecl
#define IFACEMETHODIMP_(type) type NTAPI
#define IFACEMETHODIMPV_(type) type __cdecl

#endif
