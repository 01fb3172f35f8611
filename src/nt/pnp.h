/* Plug and Play, shared by pnp.c (the manager), pnp_pdo.c (the bus driver's side), pnp_resources.c and property.c. */
#pragma once
#include "nt/core.h"
#include "bus/bus.h"

#define NT_DIRQL 5 /* translated interrupt level of every NIC */
struct nt_devnode {
	struct list link;
	struct nt_pnp_id id;
	unsigned number; /* \Device\NTPNP_PCI<number> */
	DEVICE_OBJECT *pdo;
	DRIVER_OBJECT *driver;                       /* after AddDevice */
	char enum_key[300];                          /* \Registry\Machine\System\CurrentControlSet\Enum\<device>\<instance> */
	bool added, started, gone;                   /* gone: surprise-removed, hardware must not be touched */
	IO_RESOURCE_REQUIREMENTS_LIST *requirements; /* as filtered */
	CM_RESOURCE_LIST *raw, *translated;          /* NULL: no resources */
	size_t resources_bytes;
	unsigned messages; /* MSI-X messages granted; 0: line interrupt */
	DEVICE_POWER_STATE power;
	DEVICE_CAPABILITIES capabilities;
};
/* pnp_pdo.c */
DRIVER_OBJECT *nt_bus_driver(void); /* of all PDOs */
void nt_bus_driver_exit(void);
size_t nt_pnp_multi_sz(const struct nt_devnode *n, bool compatible, WCHAR *out,
                       size_t max_chars); /* hardware or compatible ids; chars with both NULs */
extern const GUID nt_guid_bus_pci, nt_guid_bus_internal, nt_guid_class_net;
/* pnp_resources.c */
IO_RESOURCE_REQUIREMENTS_LIST *nt_pnp_requirements(const struct nt_devnode *n); /* pool; NULL: none needed */
int nt_pnp_assign(struct nt_devnode *n, struct err *e);                         /* n->requirements -> raw, translated, messages */
/* property.c */
void nt_interface_forget(DEVICE_OBJECT *pdo);
void nt_interface_exit(void);
