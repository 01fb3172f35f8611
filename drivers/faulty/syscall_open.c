/* Executes a `syscall` instruction: tries to open a Linux file (open, system call 2). */
static const char path[] = "/etc/passwd";
#define FAULT_INITIALIZE(adapter)                                                                                                          \
	do {                                                                                                                               \
		long result = 2;                                                                                                           \
		__asm__ volatile("syscall" : "+a"(result) : "D"(path), "S"(0), "d"(0) : "rcx", "r11", "memory");                           \
		DbgPrint("mini: Linux answered %d\n", (int)result);                                                                        \
	} while (0)
#include "mini.h"
