/* Gives up by KeBugCheckEx. */
#define FAULT_RESTART(adapter) KeBugCheckEx(0xe2, 0x11, 0x22, 0x33, 0x44)
#include "mini.h"
