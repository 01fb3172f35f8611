/* Forgets an allocation at unload. */
#define FAULT_RESTART(adapter) (void)ExAllocatePoolWithTag(NonPagedPoolNx, 4242, (ULONG)0x6b61654c)
#include "mini.h"
