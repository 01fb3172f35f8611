/* DriverEntry fails before it registers anything. */
#define FAULT_ENTRY() return STATUS_INSUFFICIENT_RESOURCES
#include "mini.h"
