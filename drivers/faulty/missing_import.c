/* Calls a kernel function that Flue does not have; the name is made up, so it never will. */
#include <ndis.h>
NTKERNELAPI VOID KeFlueTestNoSuchFunction(VOID);
#define FAULT_INITIALIZE(adapter) KeFlueTestNoSuchFunction()
#include "mini.h"
