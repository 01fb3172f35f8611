/* MiniportInitializeEx waits for something that never comes. */
#include <ndis.h>
static KEVENT never;
#define FAULT_INITIALIZE(adapter)                                                                                                          \
	do {                                                                                                                               \
		KeInitializeEvent(&never, NotificationEvent, FALSE);                                                                       \
		KeWaitForSingleObject(&never, Executive, KernelMode, FALSE, NULL);                                                         \
	} while (0)
#include "mini.h"
