/*
 * Device memory, ports and configuration space. NDIS checks that what a driver asks for lies in what the PnP manager gave it: a wrong BAR
 * index is the commonest slip of a new driver, and on Windows it maps somebody else's registers.
 * learn.microsoft.com/.../ddi/ndis/nf-ndis-ndismmapiospace, ndismregisterioportrange, ndismgetbusdata
 */
#include "ndis/io.h"
#include "bus/bus.h"
#include <string.h>

static bool in_resources(const struct ndis_adapter *a, unsigned type, uint64_t start, uint64_t length)
{
	if (!a->resources || !a->resources->Count)
		return false;
	const CM_PARTIAL_RESOURCE_LIST *list = &a->resources->List[0].PartialResourceList;
	for (ULONG k = 0; k < list->Count; k++) {
		const CM_PARTIAL_RESOURCE_DESCRIPTOR *d = &list->PartialDescriptors[k];
		const uint64_t at = (uint64_t)d->u.Generic.Start.QuadPart;
		if (d->Type == type && start >= at && start - at < d->u.Generic.Length && length <= d->u.Generic.Length - (start - at))
			return true;
	}
	return false;
}

struct mapping {
	struct io_object obj;
	void *va;
	size_t bytes;
	uint32_t port;
};

static void mapping_drop(struct io_object *o)
{
	struct mapping *m = base_container_of(o, struct mapping, obj);
	if (m->va)
		nt_io_unmap(m->va, m->bytes);
	io_object_remove(o);
	nt_pool_free(m);
}

static struct mapping *mapping_new(struct ndis_adapter *a, enum ndis_object kind)
{
	struct mapping *m = nt_pool_alloc(sizeof(*m), IO_TAG('N', 'D', 'i', 'o'));
	if (m)
		io_object_add(&m->obj, kind, a, mapping_drop);
	return m;
}

struct wanted {
	void *va;
	uint32_t port;
	struct mapping *found;
};

static void match(struct io_object *o, void *ctx)
{
	struct wanted *w = ctx;
	struct mapping *m = base_container_of(o, struct mapping, obj);
	if (m->va == w->va && m->port == w->port)
		w->found = m;
}

NDIS_STATUS NTAPI NdisMMapIoSpace(PVOID *VirtualAddress, NDIS_HANDLE MiniportAdapterHandle, NDIS_PHYSICAL_ADDRESS PhysicalAddress,
                                  UINT Length)
{
	struct ndis_adapter *a = ndis_adapter_of_handle(MiniportAdapterHandle, "NdisMMapIoSpace");
	const uint64_t phys = (uint64_t)PhysicalAddress.QuadPart;
	*VirtualAddress = NULL;
	if (!a || !Length)
		return NDIS_STATUS_FAILURE;
	if (!in_resources(a, CmResourceTypeMemory, phys, Length)) {
		ndis_finding(a, "resources", "NdisMMapIoSpace: 0x%llx, %u bytes, is not in the memory resources of the device",
		             (unsigned long long)phys, Length);
		return NDIS_STATUS_RESOURCE_CONFLICT;
	}
	struct mapping *m = mapping_new(a, NDIS_OBJ_IO_MAP);
	if (!m)
		return NDIS_STATUS_RESOURCES;
	m->bytes = Length;
	m->va = nt_io_map(phys, Length);
	if (!m->va) {
		mapping_drop(&m->obj);
		return NDIS_STATUS_RESOURCES;
	}
	*VirtualAddress = m->va;
	return NDIS_STATUS_SUCCESS;
}

void NTAPI NdisMUnmapIoSpace(NDIS_HANDLE MiniportAdapterHandle, PVOID VirtualAddress, UINT Length)
{
	struct ndis_adapter *a = ndis_adapter_of_handle(MiniportAdapterHandle, "NdisMUnmapIoSpace");
	struct wanted w = {.va = VirtualAddress};
	if (!a)
		return;
	io_object_each(a, NDIS_OBJ_IO_MAP, match, &w);
	if (!w.found || w.found->bytes != Length)
		ndis_finding(a, "resources", "NdisMUnmapIoSpace: %u bytes at %p: %s", Length, VirtualAddress,
		             w.found ? "the mapping has another length" : "no such mapping");
	if (w.found)
		mapping_drop(&w.found->obj);
}

/* Port numbers are addresses on x64: what NdisRawReadPortXxx is given is the number itself. */
NDIS_STATUS NTAPI NdisMRegisterIoPortRange(PVOID *PortOffset, NDIS_HANDLE MiniportAdapterHandle, UINT InitialPort, UINT NumberOfPorts)
{
	struct ndis_adapter *a = ndis_adapter_of_handle(MiniportAdapterHandle, "NdisMRegisterIoPortRange");
	*PortOffset = NULL;
	if (!a || !NumberOfPorts)
		return NDIS_STATUS_FAILURE;
	if (!in_resources(a, CmResourceTypePort, InitialPort, NumberOfPorts)) {
		ndis_finding(a, "resources", "NdisMRegisterIoPortRange: 0x%x, %u ports, is not in the port resources of the device",
		             InitialPort, NumberOfPorts);
		return NDIS_STATUS_RESOURCE_CONFLICT;
	}
	struct mapping *m = mapping_new(a, NDIS_OBJ_PORT_RANGE);
	if (!m)
		return NDIS_STATUS_RESOURCES;
	m->port = InitialPort;
	m->bytes = NumberOfPorts;
	*PortOffset = (PVOID)(uintptr_t)InitialPort;
	return NDIS_STATUS_SUCCESS;
}

void NTAPI NdisMDeregisterIoPortRange(NDIS_HANDLE MiniportAdapterHandle, UINT InitialPort, UINT NumberOfPorts, PVOID PortOffset)
{
	struct ndis_adapter *a = ndis_adapter_of_handle(MiniportAdapterHandle, "NdisMDeregisterIoPortRange");
	struct wanted w = {.port = InitialPort};
	(void)PortOffset;
	if (!a)
		return;
	io_object_each(a, NDIS_OBJ_PORT_RANGE, match, &w);
	if (!w.found || w.found->bytes != NumberOfPorts)
		ndis_finding(a, "resources", "NdisMDeregisterIoPortRange: 0x%x, %u ports: %s", InitialPort, NumberOfPorts,
		             w.found ? "the range has another length" : "no such range");
	if (w.found)
		mapping_drop(&w.found->obj);
}

/* ---- configuration space. A root-enumerated device has none: 0 bytes. */
static ULONG config(NDIS_HANDLE h, bool write, ULONG space, ULONG offset, void *buffer, ULONG length, const char *function)
{
	struct ndis_adapter *a = io_adapter_quick(h, function);
	if (!a || a->nic == NT_NO_NIC || space != PCI_WHICHSPACE_CONFIG)
		return 0;
	return bus_machine_config(a->nic, write, offset, buffer, length);
}

ULONG NTAPI NdisMGetBusData(NDIS_HANDLE NdisMiniportHandle, ULONG WhichSpace, ULONG Offset, PVOID Buffer, ULONG Length)
{
	return config(NdisMiniportHandle, false, WhichSpace, Offset, Buffer, Length, "NdisMGetBusData");
}

ULONG NTAPI NdisMSetBusData(NDIS_HANDLE NdisMiniportHandle, ULONG WhichSpace, ULONG Offset, PVOID Buffer, ULONG Length)
{
	return config(NdisMiniportHandle, true, WhichSpace, Offset, Buffer, Length, "NdisMSetBusData");
}

/* What the BARs read back after all ones were written to them: sizes and types, six of them. */
NDIS_STATUS NTAPI NdisMQueryProbedBars(NDIS_HANDLE NdisMiniportHandle, PULONG BaseRegisterValues)
{
	struct ndis_adapter *a = ndis_adapter_of_handle(NdisMiniportHandle, "NdisMQueryProbedBars");
	const struct bus_shared *s = a && a->nic != NT_NO_NIC ? bus_machine_nic(a->nic) : NULL;
	if (!s)
		return NDIS_STATUS_NOT_SUPPORTED;
	for (unsigned i = 0; i < BUS_BARS; i++) {
		ULONG now = 0;
		bus_machine_config(a->nic, false, 0x10 + 4 * i, &now, sizeof(now));
		BaseRegisterValues[i] = s->bar[i].size ? (ULONG) ~(s->bar[i].size - 1) | (now & (s->bar[i].io ? 3 : 15)) : 0;
	}
	return NDIS_STATUS_SUCCESS;
}
