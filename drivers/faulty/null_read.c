/* Reads through a null pointer, at an offset a structure member would have. */
#include <ndis.h>
__attribute__((noinline)) static ULONG read_member(const UCHAR *base)
{
	return *(const volatile ULONG *)(base + 0x338);
}
static const UCHAR *volatile nothing;
#define FAULT_INITIALIZE(adapter) (adapter)->filter = read_member(nothing)
#include "mini.h"
