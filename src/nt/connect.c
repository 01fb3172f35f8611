/*
 * How WDM drivers connect to interrupts: IoConnectInterruptEx in its versions, KINTERRUPT and its spin lock. A KINTERRUPT is a struct
 * nt_interrupt. A PDO's NIC is PnP's knowledge; vectors are numbered by NT_VECTOR.
 * https://learn.microsoft.com/windows-hardware/drivers/kernel/using-interrupt-service-routines
 */
#include "nt/interrupt.h"
#include "nt/pnp.h"

#define INTERRUPT(k) ((struct nt_interrupt *)(k))

BOOLEAN NTAPI KeSynchronizeExecution(PKINTERRUPT Interrupt, PKSYNCHRONIZE_ROUTINE SynchronizeRoutine, PVOID SynchronizeContext)
{
	KIRQL old;
	nt_interrupt_lock(INTERRUPT(Interrupt), &old);
	BOOLEAN r = SynchronizeRoutine(SynchronizeContext);
	nt_interrupt_unlock(INTERRUPT(Interrupt), old);
	return r;
}

KIRQL NTAPI KeAcquireInterruptSpinLock(PKINTERRUPT Interrupt)
{
	KIRQL old;
	nt_interrupt_lock(INTERRUPT(Interrupt), &old);
	return old;
}

void NTAPI KeReleaseInterruptSpinLock(PKINTERRUPT Interrupt, KIRQL OldIrql)
{
	nt_interrupt_unlock(INTERRUPT(Interrupt), OldIrql);
}

static BOOLEAN call_service(void *ctx)
{
	struct nt_interrupt *i = ctx;
	if (i->message_service)
		return i->message_service((PKINTERRUPT)i, i->service_context, i->message);
	return i->service((PKINTERRUPT)i, i->service_context);
}

static unsigned nic_of(DEVICE_OBJECT *pdo)
{
	const struct nt_devnode *n = pdo ? nt_devnode_of_pdo(pdo) : NULL;
	return n ? n->id.nic : NT_NO_NIC;
}

/* Messages granted to the device; 0: it has a line interrupt. */
static unsigned messages_of(DEVICE_OBJECT *pdo)
{
	const struct nt_devnode *n = pdo ? nt_devnode_of_pdo(pdo) : NULL;
	return n ? n->messages : 0;
}

static NTSTATUS connect_one(unsigned nic, unsigned message, PKSPIN_LOCK lock, KIRQL irql, PKSERVICE_ROUTINE service,
                            PKMESSAGE_SERVICE_ROUTINE message_service, void *context, struct nt_interrupt **out)
{
	if (nic >= FLUE_NICS || message >= BUS_VECTORS || !bus_machine_nic(nic) || bus_machine_irq_fd(nic, message) < 0)
		return STATUS_INVALID_PARAMETER;
	struct nt_interrupt *i = nt_interrupt_new(nic, message, bus_machine_irq_fd(nic, message), irql);
	if (!i)
		return STATUS_INSUFFICIENT_RESOURCES;
	if (lock)
		i->lock = lock;
	i->isr = call_service;
	i->ctx = i;
	i->service = service;
	i->message_service = message_service;
	i->service_context = context;
	i->message = message;
	*out = i;
	if (nt_interrupt_start(i)) {
		nt_pool_free(i);
		*out = NULL;
		return STATUS_INSUFFICIENT_RESOURCES;
	}
	return STATUS_SUCCESS;
}

static NTSTATUS connect_messages(IO_CONNECT_INTERRUPT_MESSAGE_BASED_PARAMETERS *p, unsigned count)
{
	size_t bytes = offsetof(IO_INTERRUPT_MESSAGE_INFO, MessageInfo) + count * sizeof(IO_INTERRUPT_MESSAGE_INFO_ENTRY);
	IO_INTERRUPT_MESSAGE_INFO *info = nt_pool_alloc(bytes, 'rtnI');

	if (!info)
		return STATUS_INSUFFICIENT_RESOURCES;
	info->UnifiedIrql = NT_DIRQL;
	for (unsigned k = 0; k < count; k++) {
		struct nt_interrupt *i;
		NTSTATUS s = connect_one(nic_of(p->PhysicalDeviceObject), k, p->SpinLock, info->UnifiedIrql, NULL, p->MessageServiceRoutine,
		                         p->ServiceContext, &i);
		if (s) {
			while (k-- > 0)
				nt_interrupt_stop(INTERRUPT(info->MessageInfo[k].InterruptObject));
			nt_pool_free(info);
			return s;
		}
		info->MessageInfo[k] = (IO_INTERRUPT_MESSAGE_INFO_ENTRY){.TargetProcessorSet = KeQueryActiveProcessors(),
		                                                         .InterruptObject = (PKINTERRUPT)i,
		                                                         .Vector = NT_VECTOR(i->nic, k),
		                                                         .Irql = i->irql,
		                                                         .Mode = Latched};
		info->MessageCount = k + 1;
	}
	*p->ConnectionContext.InterruptMessageTable = info;
	return STATUS_SUCCESS;
}

/* Message-based falls back to line-based when the device has no messages and the driver gave a routine for it; Version says which it
 * became. https://learn.microsoft.com/windows-hardware/drivers/kernel/using-the-connect-message-based-version-of-ioconnectinterruptex */
NTSTATUS NTAPI IoConnectInterruptEx(PIO_CONNECT_INTERRUPT_PARAMETERS Parameters)
{
	struct nt_interrupt *i;
	NTSTATUS s;

	switch (Parameters->Version) {
	case CONNECT_FULLY_SPECIFIED:
	case CONNECT_FULLY_SPECIFIED_GROUP: {
		IO_CONNECT_INTERRUPT_FULLY_SPECIFIED_PARAMETERS *p = &Parameters->FullySpecified;
		s = connect_one(nic_of(p->PhysicalDeviceObject), (p->Vector - NT_VECTOR(0, 0)) % BUS_VECTORS, p->SpinLock,
		                p->SynchronizeIrql, p->ServiceRoutine, NULL, p->ServiceContext, &i);
		if (!s) {
			i->affinity = p->ProcessorEnableMask;
			*p->InterruptObject = (PKINTERRUPT)i;
		}
		return s;
	}
	case CONNECT_LINE_BASED: {
		IO_CONNECT_INTERRUPT_LINE_BASED_PARAMETERS *p = &Parameters->LineBased;
		s = connect_one(nic_of(p->PhysicalDeviceObject), 0, p->SpinLock, p->SynchronizeIrql, p->ServiceRoutine, NULL,
		                p->ServiceContext, &i);
		if (!s)
			*p->InterruptObject = (PKINTERRUPT)i;
		return s;
	}
	case CONNECT_MESSAGE_BASED: {
		IO_CONNECT_INTERRUPT_MESSAGE_BASED_PARAMETERS *p = &Parameters->MessageBased;
		unsigned count = messages_of(p->PhysicalDeviceObject);
		if (count)
			return connect_messages(p, count);
		if (!p->FallBackServiceRoutine)
			return STATUS_NOT_FOUND;
		s = connect_one(nic_of(p->PhysicalDeviceObject), 0, p->SpinLock, p->SynchronizeIrql, p->FallBackServiceRoutine, NULL,
		                p->ServiceContext, &i);
		if (!s) {
			*p->ConnectionContext.InterruptObject = (PKINTERRUPT)i;
			Parameters->Version = CONNECT_LINE_BASED;
		}
		return s;
	}
	default:
		Parameters->Version = CONNECT_FULLY_SPECIFIED_GROUP; /* the newest we know, as documented */
		return STATUS_NOT_SUPPORTED;
	}
}

/* The form before there were messages: no PDO, but the translated vector tells the NIC. */
NTSTATUS NTAPI IoConnectInterrupt(PKINTERRUPT *InterruptObject, PKSERVICE_ROUTINE ServiceRoutine, PVOID ServiceContext,
                                  PKSPIN_LOCK SpinLock, ULONG Vector, KIRQL Irql, KIRQL SynchronizeIrql, KINTERRUPT_MODE InterruptMode,
                                  BOOLEAN ShareVector, KAFFINITY ProcessorEnableMask, BOOLEAN FloatingSave)
{
	struct nt_interrupt *i;
	unsigned n = Vector - NT_VECTOR(0, 0);
	NTSTATUS s = connect_one(n / BUS_VECTORS, n % BUS_VECTORS, SpinLock, SynchronizeIrql, ServiceRoutine, NULL, ServiceContext, &i);
	if (!s) {
		i->affinity = ProcessorEnableMask;
		*InterruptObject = (PKINTERRUPT)i;
	}
	return s;
}

void NTAPI IoDisconnectInterruptEx(PIO_DISCONNECT_INTERRUPT_PARAMETERS Parameters)
{
	if (Parameters->Version != CONNECT_MESSAGE_BASED) {
		nt_interrupt_stop(INTERRUPT(Parameters->ConnectionContext.InterruptObject));
		return;
	}
	IO_INTERRUPT_MESSAGE_INFO *info = Parameters->ConnectionContext.InterruptMessageTable;
	for (unsigned k = 0; k < info->MessageCount; k++)
		nt_interrupt_stop(INTERRUPT(info->MessageInfo[k].InterruptObject));
	nt_pool_free(info);
}

void NTAPI IoDisconnectInterrupt(PKINTERRUPT InterruptObject)
{
	nt_interrupt_stop(INTERRUPT(InterruptObject));
}

NTSTATUS NTAPI IoGetAffinityInterrupt(PKINTERRUPT InterruptObject, PGROUP_AFFINITY GroupAffinity)
{
	const struct nt_interrupt *i = INTERRUPT(InterruptObject);
	*GroupAffinity = (GROUP_AFFINITY){.Mask = i->affinity ? i->affinity : KeQueryActiveProcessors()};
	return STATUS_SUCCESS;
}

static void set_masked(PIO_REPORT_INTERRUPT_ACTIVE_STATE_PARAMETERS p, bool masked)
{
	if (p->Version != CONNECT_MESSAGE_BASED) {
		const struct nt_interrupt *i = INTERRUPT(p->ConnectionContext.InterruptObject);
		if (i->on_bus)
			bus_machine_irq_mask(i->nic, i->vector, masked);
		return;
	}
	const IO_INTERRUPT_MESSAGE_INFO *info = p->ConnectionContext.InterruptMessageTable;
	for (unsigned k = 0; k < info->MessageCount; k++) {
		const struct nt_interrupt *i = INTERRUPT(info->MessageInfo[k].InterruptObject);
		if (i->on_bus)
			bus_machine_irq_mask(i->nic, i->vector, masked);
	}
}

void NTAPI IoReportInterruptActive(PIO_REPORT_INTERRUPT_ACTIVE_STATE_PARAMETERS Parameters)
{
	set_masked(Parameters, false);
}

void NTAPI IoReportInterruptInactive(PIO_REPORT_INTERRUPT_ACTIVE_STATE_PARAMETERS Parameters)
{
	set_masked(Parameters, true);
}
