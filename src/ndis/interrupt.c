/*
 * Interrupts of miniports: one line, or MSI-X messages, as the resources say that MiniportFilterResourceRequirements left over.
 *
 * Each vector is an eventfd with a thread (nt_interrupt_connect): the thread runs the ISR at DIRQL, then lowers and runs the DPCs that the
 * ISR asked for. A DPC exists once per message and processor, so a second request for the same pair says that it was not needed
 * (NdisMQueueDpc's return value). NdisMConfigMSIXTableEntry may point several table entries (vectors) at one message; map[] is that table.
 *
 * The DPC handler gets an NDIS_RECEIVE_THROTTLE_PARAMETERS, which has no object header. We do not throttle (MaxNblsToIndicate
 * NDIS_INDICATE_ALL_NBLS) except with
 * --verify; a handler that says MoreNblsPending is called again.
 *
 * learn.microsoft.com/windows-hardware/drivers/network/managing-interrupts, ndis-msi-x, receive-side-throttle-in-ndis-6-20
 */
#include "ndis/io.h"
#include "bus/bus.h"
#include <string.h>

#define LINE_IRQL   6  /* when the resource list names no level */
#define VERIFY_NBLS 16 /* --verify: at most so many NBLs a DPC */

struct interrupt;
struct dpc_slot {
	struct interrupt *i;
	unsigned message, cpu;
	KDPC dpc;
};
struct vector {
	struct interrupt *i;
	unsigned number;
	struct nt_interrupt *irq;
};
struct interrupt {
	struct io_object obj;
	NDIS_HANDLE context;
	NDIS_MINIPORT_INTERRUPT_CHARACTERISTICS chars;
	bool messages, off;
	unsigned n, cpus;
	KIRQL irql;
	KSPIN_LOCK all; /* MsiSyncWithAllMessages */
	IO_INTERRUPT_MESSAGE_INFO *table;
	_Atomic uint8_t map[BUS_VECTORS]; /* vector -> message */
	struct vector vector[BUS_VECTORS];
	struct dpc_slot *slot; /* n * cpus */
	_Atomic uint64_t isrs, dpcs, unclaimed;
};

static void NTAPI dpc_routine(KDPC *dpc, PVOID context, PVOID driver_context, PVOID unused)
{
	struct dpc_slot *s = context;
	struct interrupt *i = s->i;
	NDIS_RECEIVE_THROTTLE_PARAMETERS throttle = {.MaxNblsToIndicate = nt_cfg.verify ? VERIFY_NBLS : NDIS_INDICATE_ALL_NBLS};
	(void)unused;
	if (i->off)
		return;
	i->dpcs++;
	if (i->messages) {
		nt_callback_begin("MiniportMessageInterruptDPC", ndis_limits.dispatch);
		i->chars.MessageInterruptDpcHandler(i->context, s->message, driver_context, &throttle, NULL);
		nt_callback_end();
	} else {
		nt_callback_begin("MiniportInterruptDPC", ndis_limits.dispatch);
		i->chars.InterruptDpcHandler(i->context, driver_context, &throttle, NULL);
		nt_callback_end();
	}
	if (throttle.MoreNblsPending && !i->off)
		KeInsertQueueDpc(dpc, driver_context, NULL);
}

/* Queues the message's DPC on each processor of the mask; returns those where it was not queued already. */
static KAFFINITY queue_dpcs(struct interrupt *i, unsigned message, KAFFINITY cpus, void *driver_context)
{
	KAFFINITY queued = 0;
	if (message >= i->n) {
		ndis_finding(i->obj.adapter, "interrupt", "a DPC is asked for message %u; the adapter has %u", message, i->n);
		return 0;
	}
	for (unsigned c = 0; c < i->cpus; c++)
		if (cpus >> c & 1 && KeInsertQueueDpc(&i->slot[message * i->cpus + c].dpc, driver_context, NULL))
			queued |= (KAFFINITY)1 << c;
	return queued;
}

static BOOLEAN isr(void *ctx)
{
	struct vector *v = ctx;
	struct interrupt *i = v->i;
	BOOLEAN ours, queue_default = FALSE;
	ULONG targets = 0;
	if (i->off)
		return FALSE;
	const unsigned message = i->map[v->number];
	i->isrs++;
	if (i->messages) {
		if (i->chars.MsiSyncWithAllMessages)
			KeAcquireSpinLockAtDpcLevel(&i->all);
		nt_callback_begin("MiniportMessageInterrupt", ndis_limits.dispatch);
		ours = i->chars.MessageInterruptHandler(i->context, message, &queue_default, &targets);
		nt_callback_end();
		if (i->chars.MsiSyncWithAllMessages)
			KeReleaseSpinLockFromDpcLevel(&i->all);
	} else {
		nt_callback_begin("MiniportInterrupt", ndis_limits.dispatch);
		ours = i->chars.InterruptHandler(i->context, &queue_default, &targets);
		nt_callback_end();
	}
	if (!ours)
		i->unclaimed++;
	/* Whatever it returned: the pages say that the two output parameters decide. */
	if (queue_default)
		queue_dpcs(i, message, (KAFFINITY)1 << nt_cpu_current(), NULL);
	else if (targets)
		queue_dpcs(i, message, targets, NULL);
	return ours;
}

static void interrupt_drop(struct io_object *o)
{
	struct interrupt *i = base_container_of(o, struct interrupt, obj);
	i->off = true;
	for (unsigned v = 0; v < i->n; v++)
		if (i->vector[v].irq)
			nt_interrupt_disconnect(i->vector[v].irq);
	for (unsigned s = 0; i->slot && s < i->n * i->cpus; s++)
		KeRemoveQueueDpc(&i->slot[s].dpc);
	if (nt_irql() == PASSIVE_LEVEL)
		KeFlushQueuedDpcs();
	io_object_remove(o);
	nt_pool_free(i->slot);
	nt_pool_free(i->table);
	nt_pool_free(i);
}

/* ---- what the PnP manager granted */
static unsigned granted(const struct ndis_adapter *a, bool messages, const CM_PARTIAL_RESOURCE_DESCRIPTOR **out, unsigned max)
{
	unsigned n = 0;
	if (!a->resources || !a->resources->Count)
		return 0;
	const CM_PARTIAL_RESOURCE_LIST *list = &a->resources->List[0].PartialResourceList;
	for (ULONG k = 0; k < list->Count; k++) {
		const CM_PARTIAL_RESOURCE_DESCRIPTOR *d = &list->PartialDescriptors[k];
		if (d->Type == CmResourceTypeInterrupt && !!(d->Flags & CM_RESOURCE_INTERRUPT_MESSAGE) == messages && n < max)
			out[n++] = d;
	}
	return n;
}

static IO_INTERRUPT_MESSAGE_INFO *message_table(const CM_PARTIAL_RESOURCE_DESCRIPTOR **d, unsigned n, struct interrupt *i)
{
	IO_INTERRUPT_MESSAGE_INFO *t = nt_pool_alloc(sizeof(*t) + n * sizeof(t->MessageInfo[0]), IO_TAG('N', 'D', 'm', 't'));
	if (!t)
		return NULL;
	t->UnifiedIrql = i->irql;
	t->MessageCount = n;
	for (unsigned k = 0; k < n; k++)
		t->MessageInfo[k] = (IO_INTERRUPT_MESSAGE_INFO_ENTRY){
		        .MessageAddress = {.QuadPart = 0xfee00000}, /* as the local APIC's */
		        .TargetProcessorSet = d[k]->u.MessageInterrupt.Translated.Affinity,
		        .InterruptObject = (PKINTERRUPT)&i->vector[k],
		        .MessageData = d[k]->u.MessageInterrupt.Translated.Vector,
		        .Vector = d[k]->u.MessageInterrupt.Translated.Vector,
		        .Irql = i->irql,
		        .Mode = Latched,
		        .Polarity = InterruptPolarityUnknown,
		};
	return t;
}

NDIS_STATUS NTAPI NdisMRegisterInterruptEx(NDIS_HANDLE MiniportAdapterHandle, NDIS_HANDLE MiniportInterruptContext,
                                           PNDIS_MINIPORT_INTERRUPT_CHARACTERISTICS c, PNDIS_HANDLE NdisInterruptHandle)
{
	struct ndis_adapter *a = ndis_adapter_of_handle(MiniportAdapterHandle, "NdisMRegisterInterruptEx");
	const CM_PARTIAL_RESOURCE_DESCRIPTOR *d[BUS_VECTORS];
	*NdisInterruptHandle = NULL;
	if (!a)
		return NDIS_STATUS_FAILURE;
	if (c->Header.Type != NDIS_OBJECT_TYPE_MINIPORT_INTERRUPT || c->Header.Revision < 1 ||
	    c->Header.Size < NDIS_SIZEOF_MINIPORT_INTERRUPT_CHARACTERISTICS_REVISION_1) {
		ndis_finding(a, "interrupt", "NdisMRegisterInterruptEx: Header has Type 0x%02x Revision %u Size %u", c->Header.Type,
		             c->Header.Revision, c->Header.Size);
		return NDIS_STATUS_BAD_CHARACTERISTICS;
	}
	if (!a->has_registration)
		ndis_finding(a, "interrupt", "NdisMRegisterInterruptEx before NdisMSetMiniportAttributes with the registration attributes");
	/* The line handlers are mandatory even for a driver that only ever gets messages; the message handlers go together. */
	const bool line_handlers = c->InterruptHandler && c->InterruptDpcHandler,
	           msi_handlers = c->MessageInterruptHandler && c->MessageInterruptDpcHandler;
	if (!line_handlers || (c->MsiSupported && !msi_handlers)) {
		ndis_finding(a, "interrupt", "NdisMRegisterInterruptEx: %s",
		             line_handlers ? "MsiSupported without MessageInterruptHandler and MessageInterruptDpcHandler"
		                           : "InterruptHandler and InterruptDpcHandler must be given");
		return NDIS_STATUS_BAD_CHARACTERISTICS;
	}
	unsigned n = granted(a, true, d, BUS_VECTORS);
	const bool messages = n && c->MsiSupported;
	if (!messages && !granted(a, false, d, 1)) {
		ndis_finding(a, "interrupt",
		             n ? "NdisMRegisterInterruptEx: the device was granted messages and MsiSupported is FALSE"
		               : "NdisMRegisterInterruptEx: the device was granted no interrupt");
		return NDIS_STATUS_RESOURCE_CONFLICT;
	}
	struct interrupt *i = nt_pool_alloc(sizeof(*i), IO_TAG('N', 'D', 'i', 'n'));
	if (!i)
		return NDIS_STATUS_RESOURCES;
	i->context = MiniportInterruptContext;
	memcpy(&i->chars, c, sizeof(i->chars));
	i->messages = messages;
	i->n = messages ? n : 1;
	i->cpus = nt_cpu_count();
	const ULONG level = messages ? d[0]->u.MessageInterrupt.Translated.Level : d[0]->u.Interrupt.Level;
	i->irql = (KIRQL)(level > DISPATCH_LEVEL && level < 13 ? level : LINE_IRQL);
	KeInitializeSpinLock(&i->all);
	i->slot = nt_pool_alloc(sizeof(*i->slot) * i->n * i->cpus, IO_TAG('N', 'D', 'i', 'd'));
	if (messages)
		i->table = message_table(d, n, i);
	if (!i->slot || (messages && !i->table)) {
		nt_pool_free(i->slot);
		nt_pool_free(i);
		return NDIS_STATUS_RESOURCES;
	}
	for (unsigned m = 0; m < i->n; m++)
		for (unsigned cpu = 0; cpu < i->cpus; cpu++) {
			struct dpc_slot *s = &i->slot[m * i->cpus + cpu];
			*s = (struct dpc_slot){.i = i, .message = m, .cpu = cpu};
			KeInitializeDpc(&s->dpc, dpc_routine, s);
			KeSetTargetProcessorDpc(&s->dpc, (CCHAR)cpu);
		}
	io_object_add(&i->obj, NDIS_OBJ_INTERRUPT, a, interrupt_drop);
	/* All is in place before the first vector is connected: the ISR may run before this function returns. */
	c->InterruptType = i->chars.InterruptType = messages ? NDIS_CONNECT_MESSAGE_BASED : NDIS_CONNECT_LINE_BASED;
	c->MessageInfoTable = i->table;
	*NdisInterruptHandle = i;
	for (unsigned v = 0; v < i->n; v++) {
		i->vector[v] = (struct vector){.i = i, .number = v};
		i->map[v] = (uint8_t)v;
	}
	for (unsigned v = 0; v < i->n; v++) {
		const int fd = bus_machine_irq_fd(a->nic, v);
		if (nt_interrupt_connect(a->nic, v, fd, isr, &i->vector[v], i->irql, &i->vector[v].irq) == 0) {
			nt_interrupt_affinity(i->vector[v].irq,
			                      messages ? d[v]->u.MessageInterrupt.Translated.Affinity : d[v]->u.Interrupt.Affinity);
			continue;
		}
		interrupt_drop(&i->obj);
		*NdisInterruptHandle = NULL;
		c->MessageInfoTable = NULL;
		return NDIS_STATUS_RESOURCES;
	}
	return NDIS_STATUS_SUCCESS;
}

void NTAPI NdisMDeregisterInterruptEx(NDIS_HANDLE NdisInterruptHandle)
{
	struct interrupt *i = io_object_of(NdisInterruptHandle, NDIS_OBJ_INTERRUPT, "NdisMDeregisterInterruptEx");
	if (i)
		interrupt_drop(&i->obj);
}

/* The processor numbers of group 0; there is one group. */
KAFFINITY NTAPI NdisMQueueDpcEx(NDIS_HANDLE NdisInterruptHandle, ULONG MessageId, PGROUP_AFFINITY TargetProcessors,
                                PVOID MiniportDpcContext)
{
	struct interrupt *i = io_object_of(NdisInterruptHandle, NDIS_OBJ_INTERRUPT, "NdisMQueueDpcEx");
	if (!i || TargetProcessors->Group)
		return 0;
	return queue_dpcs(i, i->messages ? MessageId : 0, TargetProcessors->Mask, MiniportDpcContext);
}

ULONG NTAPI NdisMQueueDpc(NDIS_HANDLE NdisInterruptHandle, ULONG MessageId, ULONG TargetProcessors, PVOID MiniportDpcContext)
{
	struct interrupt *i = io_object_of(NdisInterruptHandle, NDIS_OBJ_INTERRUPT, "NdisMQueueDpc");
	return i ? (ULONG)queue_dpcs(i, i->messages ? MessageId : 0, TargetProcessors, MiniportDpcContext) : 0;
}

BOOLEAN NTAPI NdisMSynchronizeWithInterruptEx(NDIS_HANDLE NdisInterruptHandle, ULONG MessageId,
                                              MINIPORT_SYNCHRONIZE_INTERRUPT_HANDLER SynchronizeFunction, PVOID SynchronizeContext)
{
	struct interrupt *i = io_object_of(NdisInterruptHandle, NDIS_OBJ_INTERRUPT, "NdisMSynchronizeWithInterruptEx");
	if (!i)
		return FALSE;
	if (i->messages && MessageId >= i->n) {
		ndis_finding(i->obj.adapter, "interrupt", "NdisMSynchronizeWithInterruptEx: message %u; the adapter has %u", MessageId,
		             i->n);
		return FALSE;
	}
	struct nt_interrupt *irq = i->vector[i->messages ? MessageId : 0].irq;
	KIRQL old;
	nt_interrupt_lock(irq, &old);
	if (i->messages && i->chars.MsiSyncWithAllMessages)
		KeAcquireSpinLockAtDpcLevel(&i->all);
	nt_callback_begin("MiniportSynchronizeInterrupt", ndis_limits.dispatch);
	const BOOLEAN result = SynchronizeFunction(SynchronizeContext);
	nt_callback_end();
	if (i->messages && i->chars.MsiSyncWithAllMessages)
		KeReleaseSpinLockFromDpcLevel(&i->all);
	nt_interrupt_unlock(irq, old);
	return result;
}

/* ---- MSI-X table entries */
static void first_interrupt(struct io_object *o, void *ctx)
{
	struct interrupt **out = ctx;
	if (!*out)
		*out = base_container_of(o, struct interrupt, obj);
}

NDIS_STATUS NTAPI NdisMConfigMSIXTableEntry(NDIS_HANDLE NdisMiniportHandle, PNDIS_MSIX_CONFIG_PARAMETERS p)
{
	struct ndis_adapter *a = ndis_adapter_of_handle(NdisMiniportHandle, "NdisMConfigMSIXTableEntry");
	const CM_PARTIAL_RESOURCE_DESCRIPTOR *d[BUS_VECTORS];
	struct interrupt *i = NULL;
	if (!a)
		return NDIS_STATUS_INVALID_PARAMETER;
	const unsigned n = granted(a, true, d, BUS_VECTORS);
	if (p->Header.Type != NDIS_OBJECT_TYPE_DEFAULT || p->Header.Size < NDIS_SIZEOF_MSIX_CONFIG_PARAMETERS_REVISION_1 ||
	    p->TableEntry >= n)
		return NDIS_STATUS_INVALID_PARAMETER;
	switch (p->ConfigOperation) {
	case NdisMSIXTableConfigMaskTableEntry:
	case NdisMSIXTableConfigUnmaskTableEntry:
		bus_machine_irq_mask(a->nic, p->TableEntry, p->ConfigOperation == NdisMSIXTableConfigMaskTableEntry);
		return NDIS_STATUS_SUCCESS;
	case NdisMSIXTableConfigSetTableEntry:
		if (p->MessageNumber >= n)
			return NDIS_STATUS_INVALID_PARAMETER;
		io_object_each(a, NDIS_OBJ_INTERRUPT, first_interrupt, &i);
		if (i && i->messages)
			i->map[p->TableEntry] = (uint8_t)p->MessageNumber;
		return i ? NDIS_STATUS_SUCCESS : NDIS_STATUS_FAILURE;
	default:
		return NDIS_STATUS_INVALID_PARAMETER;
	}
}
