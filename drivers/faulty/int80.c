/* The 32-bit way to Linux: int 80h (getpid). */
#define FAULT_INITIALIZE(adapter)                                                                                                          \
	do {                                                                                                                               \
		int result = 20;                                                                                                           \
		__asm__ volatile("int $0x80" : "+a"(result) : : "memory");                                                                 \
		DbgPrint("mini: Linux answered %d\n", result);                                                                             \
	} while (0)
#include "mini.h"
