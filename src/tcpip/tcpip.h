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
	/* What Linux may ask of the adapter now (struct port_net of port/port.h as JSON, without "adapter"), at every change.
	 * PASSIVE_LEVEL; takes the reference. pdo as in tcpip_describe_device. NULL: nobody wants to know. */
	void (*net)(const void *pdo, json_t *net);
};
int tcpip_init(const struct tcpip_config *config,
               struct err *e); /* NdisRegisterProtocolDriver: binds to every adapter that is up, and to those to come */
/* How long a pause waits for sends and for received frames that Linux has, each; then it goes on without. */
extern unsigned tcpip_pause_ms;
void tcpip_exit(void);                          /* unbinds from all, NdisDeregisterProtocolDriver */
void tcpip_set_on_pause(enum tcpip_on_pause p); /* counts from the next NDIS_STATUS_OFFLOAD_PAUSE on */
/* The stack's own view of one binding; members are documented at the top of describe.c. By the adapter's device name (\Device\{...}), its
 * NetCfgInstanceId or its instance name; NULL: of the only or first binding. By physical device object (DEVICE_OBJECT *): the second form.
 * NULL when the stack is not bound to that adapter. Caller owns the reference. */
json_t *tcpip_describe(const char *adapter_name);
json_t *tcpip_describe_device(const void *pdo);

/* What the user did to the netdev. Refused (negative, a sentence): the MAC address, an MTU beyond the driver's, promiscuous mode of a
 * driver without it. A lower MTU is only the host's; it is told back through `net` before the call returns. */
#define TCPIP_MULTICAST 64
struct tcpip_net_set {
	bool mac_set, mtu_set, filter_set;
	uint8_t mac[6];
	uint32_t mtu;
	bool promisc, allmulti;
	unsigned count; /* more than TCPIP_MULTICAST: all */
	uint8_t multicast[TCPIP_MULTICAST][6];
};
int tcpip_net_set(const void *pdo, const struct tcpip_net_set *set, struct err *e);
