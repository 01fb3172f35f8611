/*
 * ddi_platform.h: what the DDI headers need from the compiler, in one place.
 *
 * Two worlds include these headers and must see one layout:
 *   driver side   clang --target=x86_64-pc-windows-msvc -ffreestanding -fms-extensions -fms-compatibility (LLP64, the Microsoft ABI is the only one)
 *   host side     gcc or clang for x86_64 Linux with -std=gnu11 -fms-extensions -mms-bitfields -fshort-wchar (LP64, System V ABI by default)
 *
 * On the host `long` has 64 bits, so LONG and ULONG are int there; every function a driver calls or is called through carries
 * __attribute__((ms_abi)) by way of NTAPI. Nothing else differs. No other header of a Windows kit is needed.
 */
#ifndef FLUE_DDI_PLATFORM_H
#define FLUE_DDI_PLATFORM_H

#include <stddef.h>
#include <stdarg.h>

#if defined(_WIN32)
#define FLUE_DDI_DRIVER 1 /* compiled into a .sys */
#define DDI_LONG long
#else
#define FLUE_DDI_DRIVER 0 /* compiled into Flue itself */
#define DDI_LONG int
#endif

/* Calling conventions: x64 Windows has one. */
#if FLUE_DDI_DRIVER
#define NTAPI __stdcall
#define FASTCALL __fastcall
typedef va_list DDI_VA_LIST;
#else
#define NTAPI __attribute__((ms_abi))
#define FASTCALL __attribute__((ms_abi))
typedef __builtin_ms_va_list DDI_VA_LIST; /* a va_list of the Microsoft ABI: what a driver passes by value */
#ifndef __stdcall
#define __stdcall
#endif
#ifndef __cdecl
#define __cdecl
#endif
#ifndef __fastcall
#define __fastcall
#endif
#define __unaligned
#define __forceinline static inline __attribute__((always_inline))
#define __declspec(x)
#endif
#define CALLBACK NTAPI
#define WINAPI NTAPI
#define DDKAPI NTAPI
#define NDISAPI NTAPI

/* Imports. A driver binds to ntoskrnl.exe, HAL.dll and NDIS.SYS through its import table; on the host these are ordinary functions. */
#if FLUE_DDI_DRIVER && !defined(FLUE_DDI_NO_IMPORT)
#define DECLSPEC_IMPORT __declspec(dllimport)
#else
#define DECLSPEC_IMPORT
#endif
#define NTSYSAPI DECLSPEC_IMPORT
#define NTSYSCALLAPI DECLSPEC_IMPORT
#define NTKERNELAPI DECLSPEC_IMPORT
#define NTHALAPI DECLSPEC_IMPORT
#define NDISSYSAPI DECLSPEC_IMPORT
#define EXPORT DECLSPEC_IMPORT

#if FLUE_DDI_DRIVER
#define DECLSPEC_ALIGN(x) __declspec(align(x))
#define DECLSPEC_NORETURN __declspec(noreturn)
#define DECLSPEC_NOINLINE __declspec(noinline)
#define DECLSPEC_SELECTANY __declspec(selectany)
#define DDI_INLINE static __forceinline /* the headers' own inline functions */
#define FORCEINLINE __forceinline
#else
#define DECLSPEC_ALIGN(x) __attribute__((aligned(x)))
#define DECLSPEC_NORETURN __attribute__((noreturn))
#define DECLSPEC_NOINLINE __attribute__((noinline))
#define DECLSPEC_SELECTANY __attribute__((weak))
#define DDI_INLINE static inline __attribute__((always_inline, unused))
#define FORCEINLINE DDI_INLINE
#endif
#define DECLSPEC_DEPRECATED_DDK
#define DECLSPEC_NOVTABLE
#define DECLSPEC_CACHEALIGN DECLSPEC_ALIGN(64)
#define CFORCEINLINE FORCEINLINE
#ifndef INLINE
#define INLINE static inline
#endif

#ifdef __clang__
#pragma clang diagnostic ignored "-Wignored-attributes"
#pragma clang diagnostic ignored "-Wmicrosoft-anon-tag"
#pragma clang diagnostic ignored "-Wmissing-declarations"
#pragma clang diagnostic ignored "-Wpragma-pack"
#endif

#include <sal.h>
#endif
