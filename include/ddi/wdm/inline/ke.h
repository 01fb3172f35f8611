/*
 * wdm/inline/ke.h: IRQL, spin locks, time and the current processor: the forms that are inline or macros in the kit.
 *
 * Driver side they read the processor itself (cr8 is the IRQL, gs the processor control region) and the page shared with user mode at
 * 0xFFFFF78000000000, as a driver built with the real kit does; Flue makes all three true (src/nt). On the host they are ordinary functions.
 * learn.microsoft.com/windows-hardware/drivers/kernel/managing-hardware-priorities
 */
#ifndef FLUE_DDI_WDM_INLINE_KE_H
#define FLUE_DDI_WDM_INLINE_KE_H

#define KeRaiseIrql(a, b) (*(b) = KfRaiseIrql(a)) /* (KIRQL new, PKIRQL old); undone with KeLowerIrql(old) */

/* Any IRQL <= DISPATCH_LEVEL; *OldIrql goes back to KeReleaseSpinLock unchanged. Not recursive. */
#define KeAcquireSpinLock(SpinLock, OldIrql) (*(OldIrql) = KeAcquireSpinLockRaiseToDpc(SpinLock))
#define ExAcquireSpinLock(Lock, OldIrql) KeAcquireSpinLock((Lock), (OldIrql))
#define ExReleaseSpinLock(Lock, OldIrql) KeReleaseSpinLock((Lock), (OldIrql))
#define ExAcquireSpinLockAtDpcLevel(Lock) KeAcquireSpinLockAtDpcLevel(Lock)
#define ExReleaseSpinLockFromDpcLevel(Lock) KeReleaseSpinLockFromDpcLevel(Lock)

#if FLUE_DDI_DRIVER
#define DDI_KUSER(offset) (0xFFFFF78000000000ULL + (offset))
DDI_INLINE KIRQL KeGetCurrentIrql(void) { return (KIRQL)__readcr8(); }
DDI_INLINE PKTHREAD KeGetCurrentThread(void) { return (PKTHREAD)__readgsqword(0x188); }
DDI_INLINE PETHREAD PsGetCurrentThread(void) { return (PETHREAD)KeGetCurrentThread(); }
DDI_INLINE ULONG KeGetCurrentProcessorIndex(void) { return __readgsdword(0x1A4); }
#define KeQuerySystemTime(CurrentCount) ((void)(((PLARGE_INTEGER)(CurrentCount))->QuadPart = *(volatile LONGLONG *)SharedSystemTime)) /* 100 ns since 1601, UTC */
#define KeQueryTickCount(CurrentCount) ((void)(((PLARGE_INTEGER)(CurrentCount))->QuadPart = *(volatile LONGLONG *)SharedTickCount))
#define KeQueryInterruptTime() (*(volatile ULONGLONG *)SharedInterruptTime) /* 100 ns since boot */
#else
NTKERNELAPI KIRQL NTAPI KeGetCurrentIrql(void);
NTKERNELAPI PKTHREAD NTAPI KeGetCurrentThread(void);
NTKERNELAPI PETHREAD NTAPI PsGetCurrentThread(void);
NTKERNELAPI ULONG NTAPI KeGetCurrentProcessorIndex(void);
NTKERNELAPI void NTAPI KeQuerySystemTime(PLARGE_INTEGER CurrentTime);
NTKERNELAPI void NTAPI KeQueryTickCount(PLARGE_INTEGER CurrentCount);
NTKERNELAPI ULONGLONG NTAPI KeQueryInterruptTime(void);
#endif

#define IS_DISPATCHING(Flag) (((Flag) & EXCEPTION_UNWIND) == 0)
#define IS_UNWINDING(Flag) (((Flag) & EXCEPTION_UNWIND) != 0)
#define IS_TARGET_UNWIND(Flag) ((Flag) & EXCEPTION_TARGET_UNWIND)
#define KeInitializeCallbackRecord(CallbackRecord) ((CallbackRecord)->State = 0)
#define KeGetDcacheFillSize() 1L
DDI_INLINE NTSTATUS KeSaveFloatingPointState(PKFLOATING_SAVE FloatSave) { (void)FloatSave; return STATUS_SUCCESS; } /* x64: the kernel saves SSE state itself */
DDI_INLINE NTSTATUS KeRestoreFloatingPointState(PKFLOATING_SAVE FloatSave) { (void)FloatSave; return STATUS_SUCCESS; }
#define NtCurrentProcess() ((HANDLE)(LONG_PTR)-1)
#define ZwCurrentProcess() NtCurrentProcess()
#define NtCurrentThread() ((HANDLE)(LONG_PTR)-2)
#define ZwCurrentThread() NtCurrentThread()
#define NtCurrentSession() ((HANDLE)(LONG_PTR)-3)
#define ZwCurrentSession() NtCurrentSession()

#endif
