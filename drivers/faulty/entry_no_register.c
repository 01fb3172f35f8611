/* DriverEntry says success and never calls NdisMRegisterMiniportDriver (RP-001). */
#define FAULT_ENTRY() return STATUS_SUCCESS
#include "mini.h"
