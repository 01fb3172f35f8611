/* Overwrites its own stack frame, return address included. */
#include <ndis.h>
static volatile ULONG smash_length = 256;
__attribute__((noinline)) static void smash(void)
{
	volatile UCHAR small[16];
	for (ULONG i = 0; i < smash_length; i++)
		small[i] = 0x41;
}
#define FAULT_INITIALIZE(adapter) smash()
#include "mini.h"
