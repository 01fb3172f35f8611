/*
 * Functions that today's headers expand to inline code or to kernel functions, and that NDIS.SYS exports all the same for drivers built
 * with older headers (BINARY_COMPATIBLE, NDIS 6.0 kits). Under names of ours, because the headers use the real ones up; exports_io.def
 * binds them.
 */
#include "ndis/io.h"
#include <string.h>

#undef NdisInitUnicodeString
#undef NdisInitAnsiString

void NTAPI io_NdisAllocateSpinLock(PNDIS_SPIN_LOCK l)
{
	KeInitializeSpinLock(&l->SpinLock);
}
void NTAPI io_NdisFreeSpinLock(PNDIS_SPIN_LOCK l)
{
	(void)l;
}
void NTAPI io_NdisAcquireSpinLock(PNDIS_SPIN_LOCK l)
{
	const KIRQL old = KeAcquireSpinLockRaiseToDpc(&l->SpinLock);
	l->OldIrql = old;
}
void NTAPI io_NdisReleaseSpinLock(PNDIS_SPIN_LOCK l)
{
	KeReleaseSpinLock(&l->SpinLock, l->OldIrql);
}
void NTAPI io_NdisDprAcquireSpinLock(PNDIS_SPIN_LOCK l)
{
	KeAcquireSpinLockAtDpcLevel(&l->SpinLock);
	l->OldIrql = DISPATCH_LEVEL;
}
void NTAPI io_NdisDprReleaseSpinLock(PNDIS_SPIN_LOCK l)
{
	KeReleaseSpinLockFromDpcLevel(&l->SpinLock);
}

LONG NTAPI io_NdisInterlockedIncrement(LONG volatile *v)
{
	return __atomic_add_fetch(v, 1, __ATOMIC_SEQ_CST);
}
LONG NTAPI io_NdisInterlockedDecrement(LONG volatile *v)
{
	return __atomic_sub_fetch(v, 1, __ATOMIC_SEQ_CST);
}
ULONG NTAPI io_NdisInterlockedAddUlong(PULONG v, ULONG n, PNDIS_SPIN_LOCK l)
{
	(void)l;
	return __atomic_fetch_add(v, n, __ATOMIC_SEQ_CST);
}
PLIST_ENTRY NTAPI io_NdisInterlockedInsertHeadList(PLIST_ENTRY head, PLIST_ENTRY e, PNDIS_SPIN_LOCK l)
{
	return ExInterlockedInsertHeadList(head, e, &l->SpinLock);
}
PLIST_ENTRY NTAPI io_NdisInterlockedInsertTailList(PLIST_ENTRY head, PLIST_ENTRY e, PNDIS_SPIN_LOCK l)
{
	return ExInterlockedInsertTailList(head, e, &l->SpinLock);
}
PLIST_ENTRY NTAPI io_NdisInterlockedRemoveHeadList(PLIST_ENTRY head, PNDIS_SPIN_LOCK l)
{
	return ExInterlockedRemoveHeadList(head, &l->SpinLock);
}

void NTAPI io_NdisGetCurrentSystemTime(PLARGE_INTEGER t)
{
	t->QuadPart = (LONGLONG)nt_system_time_100ns();
}
void NTAPI io_NdisStallExecution(UINT microseconds)
{
	KeStallExecutionProcessor(microseconds);
}
void NTAPI io_NdisInitUnicodeString(PUNICODE_STRING u, PCWSTR s)
{
	RtlInitUnicodeString(u, s);
}
void NTAPI io_NdisInitAnsiString(PANSI_STRING a, PCSTR s)
{
	RtlInitAnsiString(a, s);
}
NDIS_STATUS NTAPI io_NdisAnsiStringToUnicodeString(PUNICODE_STRING u, PANSI_STRING a)
{
	return RtlAnsiStringToUnicodeString(u, a, FALSE);
}
NDIS_STATUS NTAPI io_NdisUnicodeStringToAnsiString(PANSI_STRING a, PUNICODE_STRING u)
{
	return RtlUnicodeStringToAnsiString(a, u, FALSE);
}
NDIS_STATUS NTAPI io_NdisUpcaseUnicodeString(PUNICODE_STRING to, PUNICODE_STRING from)
{
	return RtlUpcaseUnicodeString(to, from, FALSE);
}
BOOLEAN NTAPI io_NdisEqualString(PNDIS_STRING a, PNDIS_STRING b, BOOLEAN fold)
{
	return RtlEqualUnicodeString(a, b, fold);
}
