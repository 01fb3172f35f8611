/*
 * tcpip: the protocol driver that stands for the Windows host stack. It uses NDIS through the DDI only (ndis.h); this header is for the
 * machine. All functions are called at PASSIVE_LEVEL on an adopted thread, after ndis_init.
 */
#pragma once
#include "base/base.h"
#include <jansson.h>

enum tcpip_on_pause { TCPIP_UPLOAD, TCPIP_HOLD }; /* contract OQ-27 */
struct tcpip_config {
	enum tcpip_on_pause on_pause;
	bool disable_task_offload; /* Tcpip\Parameters\DisableTaskOffload = 1 (RP-192); the registry value of that name counts as well, at
	                              each bind */
};
int tcpip_init(const struct tcpip_config *config,
               struct err *e);                  /* NdisRegisterProtocolDriver: binds to every adapter that is up, and to those to come */
void tcpip_exit(void);                          /* unbinds from all, NdisDeregisterProtocolDriver */
void tcpip_set_on_pause(enum tcpip_on_pause p); /* counts from the next NDIS_STATUS_OFFLOAD_PAUSE on */
/* The stack's own view of one binding; members are documented at the top of describe.c. By the adapter's device name (\Device\{...}), its
 * NetCfgInstanceId or its instance name; NULL: of the only or first binding. By physical device object (DEVICE_OBJECT *): the second form.
 * NULL when the stack is not bound to that adapter. Caller owns the reference. */
json_t *tcpip_describe(const char *adapter_name);
json_t *tcpip_describe_device(const void *pdo);
