/*
 * wdm.h: the kernel as a driver sees it. One file per subject in wdm/, in the order they build on each other; wdm/inline/ has what is code.
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/wdm/ + nf-wdm-<function>, ns-wdm-_<structure>, ne-wdm-_<enumeration>, nc-wdm-<callback>, all lower case.
 */
#ifndef FLUE_DDI_WDM_H
#define FLUE_DDI_WDM_H

#include <ntdef.h>
#include <excpt.h>
#include <ntstatus.h>
#include <bugcodes.h>
#include <ntiologc.h>
#include <ktmtypes.h>
#include <evntprov.h>
#include <devpropdef.h>
#include <dpfilter.h>
#include <devioctl.h>

/* The page every process and the kernel see: KUSER_SHARED_DATA, at the address drivers have compiled in. */
#define SharedUserData ((KUSER_SHARED_DATA *const)0xFFFFF78000000000ULL)
#define SharedInterruptTime (0xFFFFF78000000008ULL)
#define SharedSystemTime (0xFFFFF78000000014ULL)
#define SharedTickCount (0xFFFFF78000000320ULL)

#include <wdm/rtl.h>               /* the run-time library: strings, bit maps, GUIDs, versions */
#include <wdm/security.h>          /* security descriptors, privileges, access */
#include <wdm/processor.h>         /* IRQL, processors, time */
#include <wdm/sync.h>              /* waiting, events, mutexes, semaphores, spin locks */
#include <wdm/list.h>              /* linked lists and interlocked lists */
#include <wdm/dpc.h>               /* deferred procedure calls, timers, APCs */
#include <wdm/memory.h>            /* memory: MDLs, mapping, locking, I/O space */
#include <wdm/pool.h>              /* pool and look-aside lists */
#include <wdm/resource.h>          /* ERESOURCE, fast mutexes, rundown, push locks */
#include <wdm/object.h>            /* objects, handles, processes and threads */
#include <wdm/file.h>              /* files and directories */
#include <wdm/registry.h>          /* the registry */
#include <wdm/power.h>             /* power management */
#include <wdm/resources.h>         /* hardware resources of a device */
#include <wdm/trace.h>             /* event tracing and WMI */
#include <wdm/irp.h>               /* I/O request packets */
#include <wdm/device.h>            /* driver and device objects */
#include <wdm/io.h>                /* work items, remove locks, error log, sessions and the rest of the I/O manager */
#include <wdm/dma.h>               /* direct memory access */
#include <wdm/interrupt.h>         /* interrupts */
#include <wdm/pnp.h>               /* Plug and Play */
#include <wdm/pci.h>               /* PCI configuration space */
#include <wdm/pcie.h>              /* PCI Express capabilities */
#include <wdm/bugcheck.h>          /* bug checks, debugger and crash callbacks */
#include <wdm/ktm.h>               /* kernel transactions */
#include <wdm/clfs.h>              /* the common log file system */
#include <wdm/pcw.h>               /* performance counters of a driver */

#include <wdm/inline/intrinsics.h>
#define BitScanForward _BitScanForward
#define BitScanForward64 _BitScanForward64
#define BitScanReverse _BitScanReverse
#define BitScanReverse64 _BitScanReverse64
#define BitTest _bittest
#define BitTest64 _bittest64
#define BitTestAndComplement _bittestandcomplement
#define BitTestAndComplement64 _bittestandcomplement64
#define BitTestAndReset _bittestandreset
#define BitTestAndReset64 _bittestandreset64
#define BitTestAndSet _bittestandset
#define BitTestAndSet64 _bittestandset64
#define CpuIdEx __cpuidex
#define ExInitializeSListHead InitializeSListHead
#define ExIsResourceAcquiredLite ExIsResourceAcquiredSharedLite
#define FastFence __faststorefence
#define GetSegmentLimit __segmentlimit
#define InterlockedAdd _InlineInterlockedAdd
#define InterlockedAdd64 _InlineInterlockedAdd64
#define InterlockedAddAcquire _InlineInterlockedAdd
#define InterlockedAddAcquire64 _InlineInterlockedAdd64
#define InterlockedAddNoFence _InlineInterlockedAdd
#define InterlockedAddNoFence64 _InlineInterlockedAdd64
#define InterlockedAddRelease _InlineInterlockedAdd
#define InterlockedAddRelease64 _InlineInterlockedAdd64
#define InterlockedAnd _InterlockedAnd
#define InterlockedAnd16 _InterlockedAnd16
#define InterlockedAnd64 _InterlockedAnd64
#define InterlockedAnd64Acquire _InterlockedAnd64
#define InterlockedAnd64NoFence _InterlockedAnd64
#define InterlockedAnd64Release _InterlockedAnd64
#define InterlockedAnd8 _InterlockedAnd8
#define InterlockedAndAcquire _InterlockedAnd
#define InterlockedAndNoFence _InterlockedAnd
#define InterlockedAndRelease _InterlockedAnd
#define InterlockedBitTestAndReset _interlockedbittestandreset
#define InterlockedBitTestAndReset64 _interlockedbittestandreset64
#define InterlockedBitTestAndReset64Acquire _interlockedbittestandreset64
#define InterlockedBitTestAndReset64NoFence _interlockedbittestandreset64
#define InterlockedBitTestAndReset64Release _interlockedbittestandreset64
#define InterlockedBitTestAndResetAcquire _interlockedbittestandreset
#define InterlockedBitTestAndResetNoFence _interlockedbittestandreset
#define InterlockedBitTestAndResetRelease _interlockedbittestandreset
#define InterlockedBitTestAndSet _interlockedbittestandset
#define InterlockedBitTestAndSet64 _interlockedbittestandset64
#define InterlockedBitTestAndSet64Acquire _interlockedbittestandset64
#define InterlockedBitTestAndSet64NoFence _interlockedbittestandset64
#define InterlockedBitTestAndSet64Release _interlockedbittestandset64
#define InterlockedBitTestAndSetAcquire _interlockedbittestandset
#define InterlockedBitTestAndSetNoFence _interlockedbittestandset
#define InterlockedBitTestAndSetRelease _interlockedbittestandset
#define InterlockedCompareExchange _InterlockedCompareExchange
#define InterlockedCompareExchange128 _InterlockedCompareExchange128
#define InterlockedCompareExchange16 _InterlockedCompareExchange16
#define InterlockedCompareExchange64 _InterlockedCompareExchange64
#define InterlockedCompareExchangeAcquire _InterlockedCompareExchange
#define InterlockedCompareExchangeAcquire16 _InterlockedCompareExchange16
#define InterlockedCompareExchangeNoFence _InterlockedCompareExchange
#define InterlockedCompareExchangeNoFence16 _InterlockedCompareExchange16
#define InterlockedCompareExchangePointer _InterlockedCompareExchangePointer
#define InterlockedCompareExchangePointerAcquire _InterlockedCompareExchangePointer
#define InterlockedCompareExchangePointerNoFence _InterlockedCompareExchangePointer
#define InterlockedCompareExchangePointerRelease _InterlockedCompareExchangePointer
#define InterlockedCompareExchangeRelease _InterlockedCompareExchange
#define InterlockedCompareExchangeRelease16 _InterlockedCompareExchange16
#define InterlockedDecrement _InterlockedDecrement
#define InterlockedDecrement16 _InterlockedDecrement16
#define InterlockedDecrement64 _InterlockedDecrement64
#define InterlockedDecrementAcquire _InterlockedDecrement
#define InterlockedDecrementAcquire16 _InterlockedDecrement16
#define InterlockedDecrementAcquire64 _InterlockedDecrement64
#define InterlockedDecrementNoFence _InterlockedDecrement
#define InterlockedDecrementNoFence16 _InterlockedDecrement16
#define InterlockedDecrementNoFence64 _InterlockedDecrement64
#define InterlockedDecrementRelease _InterlockedDecrement
#define InterlockedDecrementRelease16 _InterlockedDecrement16
#define InterlockedDecrementRelease64 _InterlockedDecrement64
#define InterlockedExchange _InterlockedExchange
#define InterlockedExchange16 _InterlockedExchange16
#define InterlockedExchange64 _InterlockedExchange64
#define InterlockedExchange8 _InterlockedExchange8
#define InterlockedExchangeAcquire _InterlockedExchange
#define InterlockedExchangeAdd _InterlockedExchangeAdd
#define InterlockedExchangeAdd64 _InterlockedExchangeAdd64
#define InterlockedExchangeAdd8 _InterlockedExchangeAdd8
#define InterlockedExchangeAddAcquire _InterlockedExchangeAdd
#define InterlockedExchangeAddAcquire64 _InterlockedExchangeAdd64
#define InterlockedExchangeAddNoFence _InterlockedExchangeAdd
#define InterlockedExchangeAddNoFence64 _InterlockedExchangeAdd64
#define InterlockedExchangeAddRelease _InterlockedExchangeAdd
#define InterlockedExchangeAddRelease64 _InterlockedExchangeAdd64
#define InterlockedExchangeNoFence _InterlockedExchange
#define InterlockedExchangePointer _InterlockedExchangePointer
#define InterlockedExchangePointerAcquire _InterlockedExchangePointer
#define InterlockedExchangePointerNoFence _InterlockedExchangePointer
#define InterlockedIncrement _InterlockedIncrement
#define InterlockedIncrement16 _InterlockedIncrement16
#define InterlockedIncrement64 _InterlockedIncrement64
#define InterlockedIncrementAcquire _InterlockedIncrement
#define InterlockedIncrementAcquire16 _InterlockedIncrement16
#define InterlockedIncrementAcquire64 _InterlockedIncrement64
#define InterlockedIncrementNoFence _InterlockedIncrement
#define InterlockedIncrementNoFence16 _InterlockedIncrement16
#define InterlockedIncrementNoFence64 _InterlockedIncrement64
#define InterlockedIncrementRelease _InterlockedIncrement
#define InterlockedIncrementRelease16 _InterlockedIncrement16
#define InterlockedIncrementRelease64 _InterlockedIncrement64
#define InterlockedOr _InterlockedOr
#define InterlockedOr16 _InterlockedOr16
#define InterlockedOr64 _InterlockedOr64
#define InterlockedOr64Acquire _InterlockedOr64
#define InterlockedOr64NoFence _InterlockedOr64
#define InterlockedOr64Release _InterlockedOr64
#define InterlockedOr8 _InterlockedOr8
#define InterlockedOrAcquire _InterlockedOr
#define InterlockedOrNoFence _InterlockedOr
#define InterlockedOrRelease _InterlockedOr
#define InterlockedXor _InterlockedXor
#define InterlockedXor16 _InterlockedXor16
#define InterlockedXor64 _InterlockedXor64
#define InterlockedXor64Acquire _InterlockedXor64
#define InterlockedXor64NoFence _InterlockedXor64
#define InterlockedXor64Release _InterlockedXor64
#define InterlockedXor8 _InterlockedXor8
#define InterlockedXorAcquire _InterlockedXor
#define InterlockedXorNoFence _InterlockedXor
#define InterlockedXorRelease _InterlockedXor
#define IoForwardAndCatchIrp IoForwardIrpSynchronously
#define KeWaitForMutexObject KeWaitForSingleObject
#define LoadFence _mm_lfence
#define MemoryBarrier __faststorefence
#define MemoryFence _mm_mfence
#define Multiply128 _mul128
#define MultiplyHigh __mulh
#define PopulationCount64 __popcnt64
#define ReadLongPtrAcquire ReadAcquire64
#define ReadLongPtrNoFence ReadNoFence64
#define ReadLongPtrRaw ReadRaw64
#define ReadMxCsr _mm_getcsr
#define ReadPMC __readpmc
#define ReadULongPtrAcquire ReadULong64Acquire
#define ReadULongPtrNoFence ReadULong64NoFence
#define ReadULongPtrRaw ReadULong64Raw
#define RtlCopyBytes RtlCopyMemory
#define RtlFillBytes RtlFillMemory
#define RtlZeroBytes RtlZeroMemory
#define ShiftLeft128 __shiftleft128
#define ShiftRight128 __shiftright128
#define StoreFence _mm_sfence
#define UnsignedMultiply128 _umul128
#define UnsignedMultiplyHigh __umulh
#define WriteLongPtrNoFence WriteNoFence64
#define WriteLongPtrRaw WriteRaw64
#define WriteLongPtrRelease WriteRelease64
#define WriteMxCsr _mm_setcsr
#define WriteULongPtrNoFence WriteULong64NoFence
#define WriteULongPtrRaw WriteULong64Raw
#define WriteULongPtrRelease WriteULong64Release
#include <wdm/inline/access.h>
#include <wdm/inline/list.h>
#include <wdm/inline/rtl.h>
#include <wdm/inline/ke.h>
#include <wdm/inline/mm.h>
#include <wdm/inline/ex.h>
#include <wdm/inline/io.h>
#include <wdm/inline/debug.h>
#include <wdm/inline/policy.h>

#endif
