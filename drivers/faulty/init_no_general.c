/* MiniportInitializeEx succeeds without general attributes (contract, section 2). */
#define FAULT_INITIALIZE(adapter) return mini_set_registration((adapter)->ndis, adapter)
#include "mini.h"
