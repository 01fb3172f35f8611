/*
 * wdm/inline/rtl.h: run-time library in line: memory, byte order, large integers, strings, bit maps, rounding.
 * Memory functions compile to memcpy, memset, memmove and memcmp, which a driver imports from ntoskrnl.exe.
 * learn.microsoft.com/windows-hardware/drivers/ddi/wdm/nf-wdm-rtlcopymemory and its siblings
 */
#ifndef FLUE_DDI_WDM_INLINE_RTL_H
#define FLUE_DDI_WDM_INLINE_RTL_H

#if FLUE_DDI_DRIVER
void *memcpy(void *, const void *, size_t);
void *memmove(void *, const void *, size_t);
void *memset(void *, int, size_t);
int memcmp(const void *, const void *, size_t);
size_t strlen(const char *);
int strcmp(const char *, const char *);
int strncmp(const char *, const char *, size_t);
char *strcpy(char *, const char *);
char *strncpy(char *, const char *, size_t);
char *strcat(char *, const char *);
char *strchr(const char *, int);
char *strrchr(const char *, int);
char *strstr(const char *, const char *);
size_t wcslen(const wchar_t *);
int wcscmp(const wchar_t *, const wchar_t *);
int wcsncmp(const wchar_t *, const wchar_t *, size_t);
int _wcsicmp(const wchar_t *, const wchar_t *);
int _wcsnicmp(const wchar_t *, const wchar_t *, size_t);
int _stricmp(const char *, const char *);
wchar_t *wcscpy(wchar_t *, const wchar_t *);
wchar_t *wcsncpy(wchar_t *, const wchar_t *, size_t);
wchar_t *wcscat(wchar_t *, const wchar_t *);
wchar_t *wcschr(const wchar_t *, wchar_t);
wchar_t *wcsstr(const wchar_t *, const wchar_t *);
int _snprintf(char *, size_t, const char *, ...);
int _vsnprintf(char *, size_t, const char *, va_list);
int _snwprintf(wchar_t *, size_t, const wchar_t *, ...);
int _vsnwprintf(wchar_t *, size_t, const wchar_t *, va_list);
int sprintf(char *, const char *, ...);
int swprintf(wchar_t *, const wchar_t *, ...);
int atoi(const char *);
int tolower(int);
int toupper(int);
#endif

#define RtlCopyMemory(Destination, Source, Length) __builtin_memcpy((Destination), (Source), (Length))
#define RtlMoveMemory(Destination, Source, Length) __builtin_memmove((Destination), (Source), (Length))
#define RtlFillMemory(Destination, Length, Fill) __builtin_memset((Destination), (Fill), (Length))
#define RtlZeroMemory(Destination, Length) __builtin_memset((Destination), 0, (Length))
#define RtlEqualMemory(Destination, Source, Length) (!__builtin_memcmp((Destination), (Source), (Length)))
DDI_INLINE PVOID RtlSecureZeroMemory(PVOID ptr, SIZE_T cnt) /* never optimized away */
{
    __stosb((PUCHAR)ptr, 0, cnt);
    return ptr;
}

#define RtlUshortByteSwap(_x) _byteswap_ushort((USHORT)(_x))
#define RtlUlongByteSwap(_x) _byteswap_ulong((ULONG)(_x))
#define RtlUlonglongByteSwap(_x) _byteswap_uint64((ULONGLONG)(_x))

/* Unaligned stores and loads. */
#define RtlStoreUshort(ADDRESS, VALUE) ((void)__builtin_memcpy((ADDRESS), &(USHORT){(USHORT)(VALUE)}, sizeof(USHORT)))
#define RtlStoreUlong(ADDRESS, VALUE) ((void)__builtin_memcpy((ADDRESS), &(ULONG){(ULONG)(VALUE)}, sizeof(ULONG)))
#define RtlStoreUlonglong(ADDRESS, VALUE) ((void)__builtin_memcpy((ADDRESS), &(ULONGLONG){(ULONGLONG)(VALUE)}, sizeof(ULONGLONG)))
#define RtlStoreUlongPtr(ADDRESS, VALUE) RtlStoreUlonglong(ADDRESS, VALUE)
#define RtlRetrieveUshort(DEST_ADDRESS, SRC_ADDRESS) ((void)__builtin_memcpy((DEST_ADDRESS), (SRC_ADDRESS), sizeof(USHORT)))
#define RtlRetrieveUlong(DEST_ADDRESS, SRC_ADDRESS) ((void)__builtin_memcpy((DEST_ADDRESS), (SRC_ADDRESS), sizeof(ULONG)))
#define FIRSTBYTE(VALUE) ((VALUE) & LOWBYTE_MASK)
#define SECONDBYTE(VALUE) (((VALUE) >> 8) & LOWBYTE_MASK)
#define THIRDBYTE(VALUE) (((VALUE) >> 16) & LOWBYTE_MASK)
#define FOURTHBYTE(VALUE) (((VALUE) >> 24) & LOWBYTE_MASK)

/* Rounding and pages. */
#define ALIGN_DOWN_BY(length, alignment) ((ULONG_PTR)(length) & ~((ULONG_PTR)(alignment) - 1))
#define ALIGN_UP_BY(length, alignment) ALIGN_DOWN_BY((ULONG_PTR)(length) + (alignment) - 1, alignment)
#define ALIGN_DOWN(length, type) ALIGN_DOWN_BY(length, sizeof(type))
#define ALIGN_UP(length, type) ALIGN_UP_BY(length, sizeof(type))
#define ALIGN_DOWN_POINTER_BY(address, alignment) ((PVOID)ALIGN_DOWN_BY(address, alignment))
#define ALIGN_UP_POINTER_BY(address, alignment) ((PVOID)ALIGN_UP_BY(address, alignment))
#define ALIGN_DOWN_POINTER(address, type) ALIGN_DOWN_POINTER_BY(address, sizeof(type))
#define ALIGN_UP_POINTER(address, type) ALIGN_UP_POINTER_BY(address, sizeof(type))
#define ROUND_TO_SIZE(length, alignment) (((ULONG_PTR)(length) + ((alignment) - 1)) & ~(ULONG_PTR)((alignment) - 1))
#define ROUND_TO_PAGES(Size) (((ULONG_PTR)(Size) + PAGE_SIZE - 1) & ~((ULONG_PTR)PAGE_SIZE - 1))
#define BYTES_TO_PAGES(Size) (((Size) >> PAGE_SHIFT) + (((Size) & (PAGE_SIZE - 1)) != 0))
#define BYTE_OFFSET(Va) ((ULONG)((ULONG_PTR)(Va) & (PAGE_SIZE - 1)))
#define PAGE_ALIGN(Va) ((PVOID)((ULONG_PTR)(Va) & ~((ULONG_PTR)PAGE_SIZE - 1)))
#define ADDRESS_AND_SIZE_TO_SPAN_PAGES(Va, Size) ((ULONG)((BYTE_OFFSET(Va) + (SIZE_T)(Size) + PAGE_SIZE - 1) >> PAGE_SHIFT))
#define COMPUTE_PAGES_SPANNED(Va, Size) ADDRESS_AND_SIZE_TO_SPAN_PAGES(Va, Size)
#define FIELD_SIZE(type, field) (sizeof(((type *)0)->field))

/* Strings: Buffer stays the caller's; lengths are bytes. */
DDI_INLINE void RtlInitEmptyUnicodeString(PUNICODE_STRING UnicodeString, PWCHAR Buffer, USHORT BufferSize)
{
    UnicodeString->Length = 0;
    UnicodeString->MaximumLength = BufferSize;
    UnicodeString->Buffer = Buffer;
}
DDI_INLINE void RtlInitEmptyAnsiString(PANSI_STRING AnsiString, PCHAR Buffer, USHORT BufferSize)
{
    AnsiString->Length = 0;
    AnsiString->MaximumLength = BufferSize;
    AnsiString->Buffer = Buffer;
}
#define RtlUnicodeStringToAnsiSize(STRING) RtlxUnicodeStringToAnsiSize(STRING)
#define RtlAnsiStringToUnicodeSize(STRING) RtlxAnsiStringToUnicodeSize(STRING)
#define RtlIntPtrToUnicodeString(Value, Base, String) RtlInt64ToUnicodeString(Value, Base, String)

DDI_INLINE BOOLEAN RtlCheckBit(PRTL_BITMAP BitMapHeader, ULONG BitPosition) { return (BOOLEAN)((BitMapHeader->Buffer[BitPosition / 32] >> (BitPosition % 32)) & 1); }

/* Large integers as 64-bit arithmetic. */
DDI_INLINE LARGE_INTEGER ddi_large(LONGLONG v)
{
    LARGE_INTEGER r;
    r.QuadPart = v;
    return r;
}
DDI_INLINE LARGE_INTEGER RtlConvertLongToLargeInteger(LONG SignedInteger) { return ddi_large(SignedInteger); }
DDI_INLINE LARGE_INTEGER RtlConvertUlongToLargeInteger(ULONG UnsignedInteger) { return ddi_large(UnsignedInteger); }
DDI_INLINE LARGE_INTEGER RtlEnlargedIntegerMultiply(LONG Multiplicand, LONG Multiplier) { return ddi_large((LONGLONG)Multiplicand * Multiplier); }
DDI_INLINE LARGE_INTEGER RtlEnlargedUnsignedMultiply(ULONG Multiplicand, ULONG Multiplier) { return ddi_large((LONGLONG)((ULONGLONG)Multiplicand * Multiplier)); }
DDI_INLINE ULONG RtlEnlargedUnsignedDivide(ULARGE_INTEGER Dividend, ULONG Divisor, PULONG Remainder)
{
    if (Remainder)
        *Remainder = (ULONG)(Dividend.QuadPart % Divisor);
    return (ULONG)(Dividend.QuadPart / Divisor);
}
DDI_INLINE LARGE_INTEGER RtlExtendedIntegerMultiply(LARGE_INTEGER Multiplicand, LONG Multiplier) { return ddi_large(Multiplicand.QuadPart * Multiplier); }
DDI_INLINE LARGE_INTEGER RtlExtendedLargeIntegerDivide(LARGE_INTEGER Dividend, ULONG Divisor, PULONG Remainder)
{
    if (Remainder)
        *Remainder = (ULONG)((ULONGLONG)Dividend.QuadPart % Divisor);
    return ddi_large((LONGLONG)((ULONGLONG)Dividend.QuadPart / Divisor));
}
DDI_INLINE LARGE_INTEGER RtlExtendedMagicDivide(LARGE_INTEGER Dividend, LARGE_INTEGER MagicDivisor, CCHAR ShiftCount)
{
    BOOLEAN negative = Dividend.QuadPart < 0;
    ULONGLONG q = __umulh(negative ? 0 - (ULONGLONG)Dividend.QuadPart : (ULONGLONG)Dividend.QuadPart, (ULONGLONG)MagicDivisor.QuadPart) >> ShiftCount;
    return ddi_large(negative ? -(LONGLONG)q : (LONGLONG)q);
}
DDI_INLINE LARGE_INTEGER RtlLargeIntegerAdd(LARGE_INTEGER Addend1, LARGE_INTEGER Addend2) { return ddi_large(Addend1.QuadPart + Addend2.QuadPart); }
DDI_INLINE LARGE_INTEGER RtlLargeIntegerSubtract(LARGE_INTEGER Minuend, LARGE_INTEGER Subtrahend) { return ddi_large(Minuend.QuadPart - Subtrahend.QuadPart); }
DDI_INLINE LARGE_INTEGER RtlLargeIntegerNegate(LARGE_INTEGER Subtrahend) { return ddi_large(-Subtrahend.QuadPart); }
DDI_INLINE LARGE_INTEGER RtlLargeIntegerShiftLeft(LARGE_INTEGER LargeInteger, CCHAR ShiftCount) { return ddi_large((LONGLONG)((ULONGLONG)LargeInteger.QuadPart << ShiftCount)); }
DDI_INLINE LARGE_INTEGER RtlLargeIntegerShiftRight(LARGE_INTEGER LargeInteger, CCHAR ShiftCount) { return ddi_large((LONGLONG)((ULONGLONG)LargeInteger.QuadPart >> ShiftCount)); }
DDI_INLINE LARGE_INTEGER RtlLargeIntegerArithmeticShift(LARGE_INTEGER LargeInteger, CCHAR ShiftCount) { return ddi_large(LargeInteger.QuadPart >> ShiftCount); }
#define RtlLargeIntegerAnd(Result, Source, Mask) ((Result).QuadPart = (Source).QuadPart & (Mask).QuadPart)
#define RtlLargeIntegerEqualTo(X, Y) ((X).QuadPart == (Y).QuadPart)
#define RtlLargeIntegerNotEqualTo(X, Y) ((X).QuadPart != (Y).QuadPart)
#define RtlLargeIntegerGreaterThan(X, Y) ((X).QuadPart > (Y).QuadPart)
#define RtlLargeIntegerGreaterThanOrEqualTo(X, Y) ((X).QuadPart >= (Y).QuadPart)
#define RtlLargeIntegerLessThan(X, Y) ((X).QuadPart < (Y).QuadPart)
#define RtlLargeIntegerLessThanOrEqualTo(X, Y) ((X).QuadPart <= (Y).QuadPart)
#define RtlLargeIntegerEqualToZero(X) ((X).QuadPart == 0)
#define RtlLargeIntegerNotEqualToZero(X) ((X).QuadPart != 0)
#define RtlLargeIntegerGreaterThanZero(X) ((X).QuadPart > 0)
#define RtlLargeIntegerGreaterOrEqualToZero(X) ((X).QuadPart >= 0)
#define RtlLargeIntegerLessThanZero(X) ((X).QuadPart < 0)
#define RtlLargeIntegerLessOrEqualToZero(X) ((X).QuadPart <= 0)

/* Flag words changed by one locked operation; the plain forms return the old value. */
#define RtlInterlockedSetBits(Flags, Flag) InterlockedOr((volatile LONG *)(Flags), (LONG)(Flag))
#define RtlInterlockedAndBits(Flags, Flag) InterlockedAnd((volatile LONG *)(Flags), (LONG)(Flag))
#define RtlInterlockedXorBits(Flags, Flag) InterlockedXor((volatile LONG *)(Flags), (LONG)(Flag))
#define RtlInterlockedClearBits(Flags, Flag) RtlInterlockedAndBits(Flags, ~(Flag))
#define RtlInterlockedSetBitsDiscardReturn(Flags, Flag) ((void)RtlInterlockedSetBits(Flags, Flag))
#define RtlInterlockedAndBitsDiscardReturn(Flags, Flag) ((void)RtlInterlockedAndBits(Flags, Flag))
#define RtlInterlockedClearBitsDiscardReturn(Flags, Flag) RtlInterlockedAndBitsDiscardReturn(Flags, ~(Flag))

/* Version condition masks for RtlVerifyVersionInfo. */
#define VER_SET_CONDITION(_m_, _t_, _c_) ((_m_) = VerSetConditionMask((_m_), (_t_), (_c_)))

#define IsEqualGUID(guid1, guid2) (!__builtin_memcmp((guid1), (guid2), sizeof(GUID)))
#define IsEqualGUIDAligned(guid1, guid2)                                                                                                          \
    (((PLONGLONG)(guid1))[0] == ((PLONGLONG)(guid2))[0] && ((PLONGLONG)(guid1))[1] == ((PLONGLONG)(guid2))[1])

#endif
