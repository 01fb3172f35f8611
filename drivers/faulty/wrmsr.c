/* Moves the local APIC. */
#define FAULT_INITIALIZE(adapter) __asm__ volatile("wrmsr" ::"a"(0xfed00800), "d"(0), "c"(0x1b))
#include "mini.h"
