/* The same at DISPATCH_LEVEL, in a DPC. */
#include <ndis.h>
static const UCHAR *volatile nothing;
static KDPC dpc;
static KDEFERRED_ROUTINE read_in_dpc;
static void read_in_dpc(PKDPC d, PVOID context, PVOID a, PVOID b)
{
	(void)d, (void)context, (void)a, (void)b;
	DbgPrint("mini: in the DPC %u\n", *(const volatile ULONG *)(nothing + 0x20));
}
#define FAULT_RESTART(adapter)                                                                                                             \
	do {                                                                                                                               \
		LARGE_INTEGER t;                                                                                                           \
		t.QuadPart = -10000000;                                                                                                    \
		KeInitializeDpc(&dpc, read_in_dpc, adapter);                                                                               \
		KeInsertQueueDpc(&dpc, NULL, NULL);                                                                                        \
		KeDelayExecutionThread(KernelMode, FALSE, &t);                                                                             \
	} while (0)
#include "mini.h"
