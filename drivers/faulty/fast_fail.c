/* What a smashed stack cookie or a corrupt list entry does: int 29h with a code. */
#define FAULT_INITIALIZE(adapter) __asm__ volatile("int $0x29" ::"c"(3))
#include "mini.h"
