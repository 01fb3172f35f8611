/*
 * Resources: what a NIC needs (IO_RESOURCE_REQUIREMENTS_LIST, made from its BARs and interrupts) and what it gets (raw and translated
 * CM_RESOURCE_LISTs, made from the list that the driver filtered). Pages: wdm IO_RESOURCE_DESCRIPTOR, CM_PARTIAL_RESOURCE_DESCRIPTOR;
 * kernel/using-interrupt-resource-descriptors, network/modifying-message-signaled-interrupt-resources.
 *
 * A NIC with MSI-X gets two alternatives: list 0 with one message descriptor per vector, list 1 with the line interrupt. A driver that
 * takes the messages out of list 0, or list 0 out, gets what remains. The INF decides like on Windows: MSISupported = 0 in the device's
 * hardware key leaves the line only.
 */
#include "nt/pnp.h"
#include "trace/trace.h"
#include <stdlib.h>
#include <string.h>

#define TAG_RES       0x73655250u /* "PRes" */
#define PCI_INTERFACE 5           /* PCIBus */
#define MAX_RESOURCES (BUS_BARS + BUS_VECTORS + 16)

static bool is_32bit_bar(const struct bus_bar *b)
{
	return b->phys + b->size <= 1ull << 32;
}

static IO_RESOURCE_DESCRIPTOR bar_requirement(const struct bus_bar *b)
{
	IO_RESOURCE_DESCRIPTOR d = {.Type = b->io ? CmResourceTypePort : CmResourceTypeMemory,
	                            .ShareDisposition = CmResourceShareDeviceExclusive};
	d.Flags = b->io ? CM_RESOURCE_PORT_IO | CM_RESOURCE_PORT_16_BIT_DECODE | CM_RESOURCE_PORT_POSITIVE_DECODE
	                : CM_RESOURCE_MEMORY_READ_WRITE;
	d.u.Memory.Length = (ULONG)b->size;
	d.u.Memory.Alignment = (ULONG)b->size;
	d.u.Memory.MinimumAddress.QuadPart = 0;
	d.u.Memory.MaximumAddress.QuadPart = b->io ? 0xffff : is_32bit_bar(b) ? 0xffffffffll : -1;
	return d;
}

static IO_RESOURCE_DESCRIPTOR interrupt_requirement(bool message, unsigned line)
{
	IO_RESOURCE_DESCRIPTOR d = {.Type = CmResourceTypeInterrupt};
	d.ShareDisposition = message ? CmResourceShareDeviceExclusive : CmResourceShareShared;
	d.Flags = message ? CM_RESOURCE_INTERRUPT_LATCHED | CM_RESOURCE_INTERRUPT_MESSAGE | CM_RESOURCE_INTERRUPT_POLICY_INCLUDED
	                  : CM_RESOURCE_INTERRUPT_LEVEL_SENSITIVE;
	d.u.Interrupt.MinimumVector = message ? CM_RESOURCE_INTERRUPT_MESSAGE_TOKEN : line;
	d.u.Interrupt.MaximumVector = d.u.Interrupt.MinimumVector;
	d.u.Interrupt.AffinityPolicy = IrqPolicyMachineDefault;
	d.u.Interrupt.PriorityPolicy = IrqPriorityUndefined;
	d.u.Interrupt.TargetedProcessors = 0;
	return d;
}

static unsigned line_of(const struct nt_devnode *n)
{
	return 16 + n->id.nic;
}

/* Interrupt Management\MessageSignaledInterruptProperties of the hardware key: MSISupported, MessageNumberLimit. */
static unsigned messages_wanted(const struct nt_devnode *n, unsigned have)
{
	char path[500];
	uint32_t v = 0;
	__builtin_snprintf(path, sizeof path, "%s\\Device Parameters\\Interrupt Management\\MessageSignaledInterruptProperties",
	                   n->enum_key);
	long got = nt_reg_get(path, "MSISupported", NULL, &v, 4);
	if (got != 4 && have)
		trace_textf(TRACE_NOTE, (uint8_t)n->id.nic, "PnP",
		            "no INF value MSISupported: Windows would grant a line interrupt only; Flue offers %u MSI-X messages", have);
	if (got == 4 && !v)
		return 0;
	if (nt_reg_get(path, "MessageNumberLimit", NULL, &v, 4) == 4 && v && v < have)
		have = v;
	return have;
}

IO_RESOURCE_REQUIREMENTS_LIST *nt_pnp_requirements(const struct nt_devnode *n)
{
	const struct bus_shared *nic = n->id.nic == NT_NO_NIC ? NULL : bus_machine_nic(n->id.nic);
	if (!nic)
		return NULL;
	IO_RESOURCE_DESCRIPTOR bars[BUS_BARS];
	unsigned nbars = 0, messages = messages_wanted(n, nic->msix_vectors < BUS_VECTORS ? nic->msix_vectors : BUS_VECTORS);
	for (unsigned i = 0; i < BUS_BARS; i++)
		if (nic->bar[i].size)
			bars[nbars++] = bar_requirement(&nic->bar[i]);
	unsigned lists = messages ? 2 : 1, first = nbars + (messages ? messages : 1);
	size_t head = offsetof(IO_RESOURCE_REQUIREMENTS_LIST, List), per = offsetof(IO_RESOURCE_LIST, Descriptors);
	size_t bytes = head + lists * per + (first + (messages ? nbars + 1 : 0)) * sizeof(IO_RESOURCE_DESCRIPTOR);
	IO_RESOURCE_REQUIREMENTS_LIST *r = nt_pool_alloc(bytes < sizeof *r ? sizeof *r : bytes, TAG_RES);
	if (!r)
		return NULL;
	r->ListSize = (ULONG)bytes;
	r->InterfaceType = PCI_INTERFACE;
	r->BusNumber = 0;
	r->SlotNumber = 3 + n->id.nic;
	r->AlternativeLists = lists;
	IO_RESOURCE_LIST *l = r->List;
	for (unsigned k = 0; k < lists; k++) {
		bool msg = messages && !k;
		l->Version = l->Revision = 1;
		l->Count = nbars + (msg ? messages : 1);
		memcpy(l->Descriptors, bars, nbars * sizeof bars[0]);
		for (unsigned i = nbars; i < l->Count; i++)
			l->Descriptors[i] = interrupt_requirement(msg, line_of(n));
		l = (IO_RESOURCE_LIST *)&l->Descriptors[l->Count];
	}
	return r;
}

/* ---- assignment */
struct choice {
	CM_PARTIAL_RESOURCE_DESCRIPTOR raw[MAX_RESOURCES], translated[MAX_RESOURCES];
	unsigned count, messages, bars_used;
	bool line;
};

static bool take_bar(const struct bus_shared *nic, const IO_RESOURCE_DESCRIPTOR *d, struct choice *c)
{
	for (unsigned i = 0; i < BUS_BARS; i++) {
		const struct bus_bar *b = &nic->bar[i];
		if (!b->size || (c->bars_used >> i & 1) || (b->io ? CmResourceTypePort : CmResourceTypeMemory) != d->Type ||
		    (ULONG)b->size != d->u.Memory.Length)
			continue;
		if (b->phys < (uint64_t)d->u.Memory.MinimumAddress.QuadPart ||
		    b->phys + b->size - 1 > (uint64_t)d->u.Memory.MaximumAddress.QuadPart)
			continue;
		CM_PARTIAL_RESOURCE_DESCRIPTOR p = {.Type = d->Type, .ShareDisposition = CmResourceShareDeviceExclusive, .Flags = d->Flags};
		p.u.Memory.Start.QuadPart = (LONGLONG)b->phys;
		p.u.Memory.Length = (ULONG)b->size;
		c->raw[c->count] = c->translated[c->count] = p;
		c->count++;
		c->bars_used |= 1u << i;
		return true;
	}
	return false;
}

static bool take_interrupt(const struct nt_devnode *n, const struct bus_shared *nic, const IO_RESOURCE_DESCRIPTOR *d, struct choice *c)
{
	bool message = d->Flags & CM_RESOURCE_INTERRUPT_MESSAGE;
	KAFFINITY active = KeQueryActiveProcessors(), mask = active;
	if (message ? c->messages >= nic->msix_vectors || c->messages >= BUS_VECTORS : c->line)
		return false;
	if ((d->Flags & CM_RESOURCE_INTERRUPT_POLICY_INCLUDED) && d->u.Interrupt.AffinityPolicy == IrqPolicySpecifiedProcessors &&
	    (d->u.Interrupt.TargetedProcessors & active))
		mask = d->u.Interrupt.TargetedProcessors & active;
	CM_PARTIAL_RESOURCE_DESCRIPTOR raw = {.Type = CmResourceTypeInterrupt,
	                                      .ShareDisposition = d->ShareDisposition,
	                                      .Flags =
	                                              (USHORT)(d->Flags & (CM_RESOURCE_INTERRUPT_LATCHED | CM_RESOURCE_INTERRUPT_MESSAGE))};
	CM_PARTIAL_RESOURCE_DESCRIPTOR t = raw;
	ULONG vector = NT_VECTOR(n->id.nic, message ? c->messages : 0);
	if (message) {
		raw.u.MessageInterrupt.Raw.MessageCount = 1;
		raw.u.MessageInterrupt.Raw.Vector = vector;
		raw.u.MessageInterrupt.Raw.Affinity = mask;
		t.u.MessageInterrupt.Translated.Level = NT_DIRQL;
		t.u.MessageInterrupt.Translated.Vector = vector;
		t.u.MessageInterrupt.Translated.Affinity = mask;
		c->messages++;
	} else {
		raw.u.Interrupt.Level = raw.u.Interrupt.Vector = line_of(n);
		raw.u.Interrupt.Affinity = mask;
		t.u.Interrupt.Level = NT_DIRQL;
		t.u.Interrupt.Vector = vector;
		t.u.Interrupt.Affinity = mask;
		c->line = true;
	}
	c->raw[c->count] = raw;
	c->translated[c->count] = t;
	c->count++;
	return true;
}

static bool take(const struct nt_devnode *n, const struct bus_shared *nic, const IO_RESOURCE_DESCRIPTOR *d, struct choice *c)
{
	if (c->count == MAX_RESOURCES)
		return false;
	switch (d->Type) {
	case CmResourceTypeMemory:
	case CmResourceTypePort:
		return take_bar(nic, d, c);
	case CmResourceTypeInterrupt:
		return take_interrupt(n, nic, d, c);
	default: /* device-private data and the like is handed through */
		c->raw[c->count] =
		        (CM_PARTIAL_RESOURCE_DESCRIPTOR){.Type = d->Type, .ShareDisposition = d->ShareDisposition, .Flags = d->Flags};
		memcpy(c->raw[c->count].u.DevicePrivate.Data, d->u.DevicePrivate.Data, sizeof d->u.DevicePrivate.Data);
		c->translated[c->count] = c->raw[c->count];
		c->count++;
		return true;
	}
}

/* A descriptor without the alternative or preferred option begins a group; the preferred and alternative ones around it are choices for the
 * same need. */
static bool satisfy(const struct nt_devnode *n, const struct bus_shared *nic, const IO_RESOURCE_LIST *l, struct choice *c)
{
	memset(c, 0, sizeof *c);
	for (ULONG i = 0; i < l->Count;) {
		ULONG end = i + 1;
		bool got = take(n, nic, &l->Descriptors[i], c);
		while (end < l->Count && (l->Descriptors[end].Option & IO_RESOURCE_ALTERNATIVE)) {
			if (!got)
				got = take(n, nic, &l->Descriptors[end], c);
			end++;
		}
		if (!got)
			return false;
		i = end;
	}
	return true;
}

static CM_RESOURCE_LIST *to_list(const CM_PARTIAL_RESOURCE_DESCRIPTOR *d, unsigned count, size_t *bytes)
{
	*bytes = offsetof(CM_RESOURCE_LIST, List[0].PartialResourceList.PartialDescriptors) + count * sizeof *d;
	CM_RESOURCE_LIST *l = nt_pool_alloc(*bytes < sizeof *l ? sizeof *l : *bytes, TAG_RES);
	if (!l)
		return NULL;
	l->Count = 1;
	l->List[0].InterfaceType = PCI_INTERFACE;
	l->List[0].PartialResourceList.Version = l->List[0].PartialResourceList.Revision = 1;
	l->List[0].PartialResourceList.Count = count;
	memcpy(l->List[0].PartialResourceList.PartialDescriptors, d, count * sizeof *d);
	return l;
}

int nt_pnp_assign(struct nt_devnode *n, struct err *e)
{
	const IO_RESOURCE_REQUIREMENTS_LIST *r = n->requirements;
	const struct bus_shared *nic = n->id.nic == NT_NO_NIC ? NULL : bus_machine_nic(n->id.nic);
	if (!r || !r->AlternativeLists)
		return 0;
	if (!nic)
		return err_set(e, ENODEV, "%s has no hardware, but its driver requires resources", n->id.device_id);
	struct choice *c = malloc(sizeof *c);
	const char *at = (const char *)r->List, *end = (const char *)r + r->ListSize;
	bool ok = false;
	for (ULONG k = 0; c && k < r->AlternativeLists && !ok; k++) {
		const IO_RESOURCE_LIST *l = (const IO_RESOURCE_LIST *)at;
		if (at + offsetof(IO_RESOURCE_LIST, Descriptors) > end ||
		    at + offsetof(IO_RESOURCE_LIST, Descriptors) + l->Count * sizeof(IO_RESOURCE_DESCRIPTOR) > end) {
			free(c);
			return err_set(e, EINVAL,
			               "the driver's filtered IO_RESOURCE_REQUIREMENTS_LIST is shorter (ListSize %u) than its %u lists say",
			               r->ListSize, r->AlternativeLists);
		}
		ok = satisfy(n, nic, l, c);
		at = (const char *)&l->Descriptors[l->Count];
	}
	if (!ok) {
		free(c);
		return err_set(e, ENOSPC, "%s: none of the %u resource lists that the driver asks for can be met by the NIC",
		               n->id.device_id, r->AlternativeLists);
	}
	n->messages = c->messages;
	n->raw = to_list(c->raw, c->count, &n->resources_bytes);
	n->translated = to_list(c->translated, c->count, &n->resources_bytes);
	free(c);
	return n->raw && n->translated ? 0 : err_set(e, ENOMEM, "no RAM left for resource lists");
}
