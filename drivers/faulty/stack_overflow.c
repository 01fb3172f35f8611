/* Recurses until the stack ends. */
#include <ndis.h>
static volatile ULONG depth;
__attribute__((noinline)) static ULONG deeper(ULONG n)
{
	volatile UCHAR frame[512];
	frame[0] = (UCHAR)n;
	depth = n;
	return deeper(n + 1) + frame[0];
}
#define FAULT_INITIALIZE(adapter) (adapter)->filter = deeper(0)
#include "mini.h"
