/* MiniportInitializeEx fails and frees what it took. */
#define FAULT_AFTER_OFFLOAD(adapter) status = NDIS_STATUS_ADAPTER_NOT_FOUND
#include "mini.h"
