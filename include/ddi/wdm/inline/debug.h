/*
 * wdm/inline/debug.h: assertions and debugger output. In a build without DBG they vanish, as in the real kit; DbgPrint and DbgPrintEx always print
 * (`flue log NIC` shows them).
 * learn.microsoft.com/windows-hardware/drivers/ddi/wdm/nf-wdm-assert, .../nf-wdm-kdprint
 */
#ifndef FLUE_DDI_WDM_INLINE_DEBUG_H
#define FLUE_DDI_WDM_INLINE_DEBUG_H

#define NT_ANALYSIS_ASSUME(_exp) ((void)0)
#define NT_ASSERT_ACTION(_exp) ((!(_exp)) ? (DbgRaiseAssertionFailure(), FALSE) : TRUE)
#define NT_ASSERTMSG_ACTION(_msg, _exp) NT_ASSERT_ACTION(_exp)
#define NT_ASSERTMSGW_ACTION(_msg, _exp) NT_ASSERT_ACTION(_exp)
#define NT_FRE_ASSERT(_exp) NT_ASSERT_ACTION(_exp)
#define NT_FRE_ASSERTMSG(_msg, _exp) NT_ASSERTMSG_ACTION(_msg, _exp)
#define NT_FRE_ASSERTMSGW(_msg, _exp) NT_ASSERTMSGW_ACTION(_msg, _exp)
#if defined(DBG) && DBG
#define ASSERT(exp) ((!(exp)) ? (RtlAssert((PVOID) #exp, (PVOID) __FILE__, __LINE__, NULL), FALSE) : TRUE)
#define ASSERTMSG(msg, exp) ((!(exp)) ? (RtlAssert((PVOID) #exp, (PVOID) __FILE__, __LINE__, (PCHAR)(msg)), FALSE) : TRUE)
#define NT_ASSERT(_exp) NT_ASSERT_ACTION(_exp)
#define NT_ASSERTMSG(_msg, _exp) NT_ASSERTMSG_ACTION(_msg, _exp)
#define NT_VERIFY(_exp) NT_ASSERT_ACTION(_exp)
#define RTL_VERIFY(exp) ASSERT(exp)
#define RTL_SOFT_VERIFY(_exp) ((!(_exp)) ? (DbgPrint("%s(%d): soft assertion failed: %s\n", __FILE__, __LINE__, #_exp), FALSE) : TRUE)
#define RTL_SOFT_ASSERT(_exp) RTL_SOFT_VERIFY(_exp)
#define KdPrint(_x_) DbgPrint _x_
#define KdPrintEx(_x_) DbgPrintEx _x_
#define vKdPrintEx(_x_) vDbgPrintEx _x_
#define vKdPrintExWithPrefix(_x_) vDbgPrintExWithPrefix _x_
#define KdBreakPoint() DbgBreakPoint()
#define KdBreakPointWithStatus(s) DbgBreakPointWithStatus(s)
#define PAGED_CODE() NT_ASSERT(KeGetCurrentIrql() <= APC_LEVEL)
#else
#ifndef ASSERT
#define ASSERT(exp) ((void)0)
#endif
#define ASSERTMSG(msg, exp) ((void)0)
#define NT_ASSERT(_exp) ((void)0)
#define NT_ASSERTMSG(_msg, _exp) ((void)0)
#define NT_VERIFY(_exp) ((_exp) ? TRUE : FALSE)
#define RTL_VERIFY(exp) ((exp) ? TRUE : FALSE)
#define RTL_SOFT_VERIFY(_exp) ((_exp) ? TRUE : FALSE)
#define RTL_SOFT_ASSERT(_exp) ((void)0)
#define KdPrint(_x_) ((void)0)
#define KdPrintEx(_x_) ((void)0)
#define vKdPrintEx(_x_) ((void)0)
#define vKdPrintExWithPrefix(_x_) ((void)0)
#define KdBreakPoint() ((void)0)
#define KdBreakPointWithStatus(s) ((void)0)
#define PAGED_CODE() ((void)0)
#endif
#define NT_ASSERTMSGW(_msg, _exp) NT_ASSERT(_exp)
#define NT_VERIFYMSG(_msg, _exp) NT_VERIFY(_exp)
#define NT_VERIFYMSGW(_msg, _exp) NT_VERIFY(_exp)
#define NT_ASSERT_ASSUME(_exp) NT_ASSERT(_exp)
#define NT_ASSERT_NOASSUME(_exp) NT_ASSERT(_exp)
#define NT_ASSERTMSG_ASSUME(_msg, _exp) NT_ASSERT(_exp)
#define NT_ASSERTMSG_NOASSUME(_msg, _exp) NT_ASSERT(_exp)
#define NT_ASSERTMSGW_ASSUME(_msg, _exp) NT_ASSERT(_exp)
#define NT_ASSERTMSGW_NOASSUME(_msg, _exp) NT_ASSERT(_exp)
#define RTL_VERIFYMSG(msg, exp) RTL_VERIFY(exp)
#define RTL_SOFT_VERIFYMSG(msg, _exp) RTL_SOFT_VERIFY(_exp)
#define RTL_SOFT_ASSERTMSG(_msg, _exp) RTL_SOFT_ASSERT(_exp)
#define PAGED_CODE_LOCKED() ((void)0)

NTKERNELAPI void NTAPI DbgBreakPoint(void);
NTKERNELAPI void NTAPI DbgBreakPointWithStatus(ULONG Status);
NTKERNELAPI void NTAPI RtlAssert(PVOID FailedAssertion, PVOID FileName, ULONG LineNumber, PCHAR Message);

#endif
