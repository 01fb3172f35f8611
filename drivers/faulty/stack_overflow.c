/* Recurses until the stack ends. */
#include <ndis.h>
static volatile ULONG depth;
static volatile ULONG endless = 1;
__attribute__((noinline)) static ULONG deeper(ULONG n)
{
	volatile UCHAR frame[512];
	frame[0] = (UCHAR)n;
	depth = n;
	return endless ? deeper(n + 1) + frame[0] : 0;
}
#define FAULT_INITIALIZE(adapter) (adapter)->filter = deeper(0)
#include "mini.h"
