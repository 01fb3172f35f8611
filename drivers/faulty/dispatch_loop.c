/* Loops at DISPATCH_LEVEL without ever lowering. */
#include <ndis.h>
static volatile LONG spin = 1;
__attribute__((noinline)) static void spin_forever(void)
{
	while (spin)
		;
}
#define FAULT_RESTART(adapter)                                                                                                             \
	do {                                                                                                                               \
		KIRQL old;                                                                                                                 \
		KeRaiseIrql(DISPATCH_LEVEL, &old);                                                                                         \
		spin_forever();                                                                                                            \
		KeLowerIrql(old);                                                                                                          \
	} while (0)
#include "mini.h"
