/*
 * tcpip: the protocol driver that stands for the Windows host stack. It uses NDIS through the DDI only (ndis.h); this header is for the machine.
 */
#pragma once
#include "base/base.h"
#include <jansson.h>

enum tcpip_on_pause { TCPIP_UPLOAD, TCPIP_HOLD }; /* contract OQ-27 */
struct tcpip_config {
	enum tcpip_on_pause on_pause;
	bool disable_task_offload; /* Tcpip\Parameters\DisableTaskOffload = 1 (RP-192) */
};
int tcpip_init(const struct tcpip_config *config, struct err *e); /* NdisRegisterProtocolDriver */
void tcpip_exit(void);
void tcpip_set_on_pause(enum tcpip_on_pause p);
/* The stack's own view per binding: capabilities, operational and why not, offloaded connections, pauses and resumes seen. Caller owns it. */
json_t *tcpip_describe(const char *adapter_name);
