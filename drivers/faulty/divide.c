/* Divides by zero. */
#include <ndis.h>
static volatile int zero;
#define FAULT_INITIALIZE(adapter) (adapter)->filter = (ULONG)(100 / zero)
#include "mini.h"
