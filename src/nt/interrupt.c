/*
 * Interrupts. Each connected vector has a thread that sleeps on the vector's eventfd and runs ISR, the DPCs the ISR queued, and all they do, to completion.
 *
 * For the ISR the thread takes the token of a processor in the interrupt's affinity if one is free. If none is, it does not wait: the ISR runs on the
 * first processor of the affinity beside its holder, and the DPCs it queues there are run by the holder when it lowers. The ISR holds the interrupt's spin
 * lock, which KeSynchronizeExecution and nt_interrupt_lock take too.
 *
 * WDM drivers connect with IoConnectInterruptEx; a PDO's NIC is PnP's knowledge, its vectors are numbered by NT_VECTOR.
 * To stop a thread its own eventfd is written: no other way to wake it without a race needs no new descriptor.
 */
#include "nt/core.h"
#include "bus/bus.h"
#include <poll.h>
#include <stdio.h>
#include <unistd.h>

#define VECTORS_MAX (FLUE_NICS * BUS_VECTORS)

struct nt_interrupt { /* what a driver sees as KINTERRUPT */
	struct list link; /* nt_lock */
	unsigned nic, vector;
	int fd;
	bool on_bus;
	BOOLEAN (*isr)(void *ctx);
	void *ctx;
	KIRQL irql;
	KAFFINITY affinity; /* 0 = any processor */
	KSPIN_LOCK own_lock, *lock;
	struct nt_thread *thread;
	_Atomic bool stop;
	bool waiting;       /* nt_lock */
	_Atomic uint64_t fired, unclaimed;
	/* WDM */
	PKSERVICE_ROUTINE service;
	PKMESSAGE_SERVICE_ROUTINE message_service;
	void *service_context;
	ULONG message;
};
static struct list interrupts = {&interrupts, &interrupts};

void nt_interrupt_poll(void)
{
	struct pollfd fds[64];
	struct nt_interrupt *at[64];
	unsigned n = 0;

	list_each(l, &interrupts) {
		struct nt_interrupt *i = base_container_of(l, struct nt_interrupt, link);
		if (i->waiting && n < ARRAY_LEN(fds)) {
			at[n] = i;
			fds[n++] = (struct pollfd){.fd = i->fd, .events = POLLIN};
		}
	}
	if (!n || poll(fds, n, 0) <= 0)
		return;
	for (unsigned k = 0; k < n; k++)
		if (fds[k].revents) {
			at[k]->waiting = false;
			nt_ready(at[k]->thread);
		}
}

static void enter(struct nt_thread *t, const struct nt_interrupt *i)
{
	KAFFINITY mask = i->affinity ? i->affinity : ~(KAFFINITY)0;
	unsigned first = mask >> t->cpu & 1 ? t->cpu : (unsigned)__builtin_ctzll(mask);

	nt_sched_point();
	if (!nt_token_try(t, first)) {
		bool taken = false;
		for (unsigned c = 0; c < nt_cpus_active && !taken; c++)
			taken = mask >> c & 1 && nt_token_try(t, c);
		if (!taken)
			nt_cpu_set(t, first);
	}
	t->gs->pcr.Irql = i->irql;
}

static void leave(struct nt_thread *t)
{
	struct nt_cpu *c = &nt_cpus[t->cpu];
	if (t->has_token) {
		nt_lower(PASSIVE_LEVEL);
		return;
	}
	t->gs->pcr.Irql = PASSIVE_LEVEL;
	if (atomic_load(&c->queued))
		nt_dpc_serve(c); /* its holder may have lowered since */
}

static void serve(struct nt_interrupt *i)
{
	struct nt_thread *t = nt_self();

	enter(t, i);
	t->in_isr++;
	nt_spin_acquire(i->lock, "interrupt spin lock");
	nt_callback_begin("an ISR", 0);
	BOOLEAN claimed = i->isr(i->ctx);
	nt_callback_end();
	nt_spin_release(i->lock, "an ISR");
	t->in_isr--;
	atomic_fetch_add(&i->fired, 1);
	if (!claimed)
		atomic_fetch_add(&i->unclaimed, 1);
	leave(t);
}

static void interrupt_thread(void *arg)
{
	struct nt_interrupt *i = arg;
	uint64_t count;

	for (;;) {
		nt_lock();
		i->thread = nt_self(); /* the creator may not have got so far */
		i->waiting = true;
		nt_unlock();
		bool go = nt_block_on_fd(i->fd, "an interrupt");
		nt_lock();
		i->waiting = false;
		nt_unlock();
		ssize_t n = read(i->fd, &count, sizeof count);
		if (!go || atomic_load(&i->stop))
			return;
		if (n < 0)
			continue;
		if (i->on_bus && !bus_machine_irq_ack(i->nic, i->vector))
			continue; /* masked, or taken together with the one before */
		serve(i);
	}
}

static struct nt_interrupt *new_interrupt(unsigned nic, unsigned vector, int fd, KIRQL irql)
{
	struct nt_interrupt *i = nt_pool_alloc(sizeof *i, 'rtnI');
	if (!i)
		return NULL;
	list_init(&i->link);
	i->nic = nic;
	i->vector = vector;
	i->fd = fd;
	i->on_bus = nic < FLUE_NICS && bus_machine_nic(nic) != NULL && bus_machine_irq_fd(nic, vector) == fd;
	i->irql = irql > DISPATCH_LEVEL && irql < HIGH_LEVEL ? irql : DISPATCH_LEVEL + 1;
	i->lock = &i->own_lock;
	return i;
}

static int start(struct nt_interrupt *i)
{
	char name[32];

	snprintf(name, sizeof name, "interrupt %u.%u", i->nic == NT_NO_NIC ? 0 : i->nic, i->vector);
	nt_lock();
	list_add(&interrupts, &i->link);
	nt_unlock();
	struct nt_thread *t = nt_thread_new(name, NT_STARTED, interrupt_thread, i, NULL);
	if (!t) {
		nt_lock();
		list_del(&i->link);
		nt_unlock();
		return -ENOMEM;
	}
	nt_lock();
	i->thread = t;
	t->background = true;
	nt_unlock();
	return 0;
}

static void stop(struct nt_interrupt *i)
{
	uint64_t one = 1;

	atomic_store(&i->stop, true);
	if (write(i->fd, &one, sizeof one) < 0)
		log_line(LOG_WARN, "interrupt %u.%u cannot be woken to end: %d", i->nic, i->vector, errno);
	nt_thread_join(i->thread);
	nt_lock();
	list_del(&i->link);
	nt_unlock();
	nt_pool_free(i);
}

int nt_interrupt_connect(unsigned nic, unsigned vector, int fd, BOOLEAN (*isr)(void *ctx), void *ctx, KIRQL dirql, struct nt_interrupt **out)
{
	struct nt_interrupt *i = new_interrupt(nic, vector, fd, dirql);
	int rc;

	if (!i)
		return -ENOMEM;
	i->isr = isr;
	i->ctx = ctx;
	*out = i; /* before the first interrupt can come */
	rc = start(i);
	if (rc) {
		nt_pool_free(i);
		*out = NULL;
	}
	return rc;
}

void nt_interrupt_disconnect(struct nt_interrupt *i)
{
	if (i)
		stop(i);
}

void nt_interrupt_affinity(struct nt_interrupt *i, KAFFINITY mask)
{
	i->affinity = mask;
}

void nt_interrupt_lock(struct nt_interrupt *i, KIRQL *old)
{
	*old = nt_raise(i->irql);
	nt_spin_acquire(i->lock, "interrupt spin lock");
}

void nt_interrupt_unlock(struct nt_interrupt *i, KIRQL old)
{
	nt_spin_release(i->lock, "an interrupt spin lock");
	nt_lower(old);
}

void nt_interrupt_exit(void)
{
	while (!list_empty(&interrupts))
		stop(base_container_of(interrupts.next, struct nt_interrupt, link));
}

/* ---- WDM */
unsigned __attribute__((weak)) nt_pnp_messages(DEVICE_OBJECT *pdo)
{
	return 0;
}

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

static NTSTATUS connect_one(DEVICE_OBJECT *pdo, unsigned message, PKSPIN_LOCK lock, KIRQL irql, PKSERVICE_ROUTINE service,
			    PKMESSAGE_SERVICE_ROUTINE message_service, void *context, struct nt_interrupt **out)
{
	struct nt_devnode *n = nt_devnode_of_pdo(pdo);
	const struct nt_pnp_id *id = n ? nt_devnode_id(n) : NULL;

	if (!id || id->nic == NT_NO_NIC || message >= BUS_VECTORS)
		return STATUS_INVALID_PARAMETER;
	struct nt_interrupt *i = new_interrupt(id->nic, message, bus_machine_irq_fd(id->nic, message), irql);
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
	if (start(i)) {
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
	info->UnifiedIrql = DISPATCH_LEVEL + 1;
	for (unsigned k = 0; k < count; k++) {
		struct nt_interrupt *i;
		NTSTATUS s = connect_one(p->PhysicalDeviceObject, k, p->SpinLock, info->UnifiedIrql, NULL, p->MessageServiceRoutine, p->ServiceContext, &i);
		if (s) {
			while (k-- > 0)
				stop(INTERRUPT(info->MessageInfo[k].InterruptObject));
			nt_pool_free(info);
			return s;
		}
		info->MessageInfo[k] = (IO_INTERRUPT_MESSAGE_INFO_ENTRY){.TargetProcessorSet = KeQueryActiveProcessors(), .InterruptObject = (PKINTERRUPT)i,
									 .Vector = NT_VECTOR(i->nic, k), .Irql = i->irql, .Mode = Latched};
		info->MessageCount = k + 1;
	}
	*p->ConnectionContext.InterruptMessageTable = info;
	return STATUS_SUCCESS;
}

/* Message-based falls back to line-based when the device has no messages and the driver gave a routine for it; Version says which it became.
 * https://learn.microsoft.com/windows-hardware/drivers/kernel/using-the-connect-message-based-version-of-ioconnectinterruptex */
NTSTATUS NTAPI IoConnectInterruptEx(PIO_CONNECT_INTERRUPT_PARAMETERS Parameters)
{
	struct nt_interrupt *i;
	NTSTATUS s;

	switch (Parameters->Version) {
	case CONNECT_FULLY_SPECIFIED:
	case CONNECT_FULLY_SPECIFIED_GROUP: {
		IO_CONNECT_INTERRUPT_FULLY_SPECIFIED_PARAMETERS *p = &Parameters->FullySpecified;
		s = connect_one(p->PhysicalDeviceObject, (p->Vector - NT_VECTOR(0, 0)) % BUS_VECTORS, p->SpinLock, p->SynchronizeIrql, p->ServiceRoutine, NULL, p->ServiceContext, &i);
		if (!s) {
			i->affinity = p->ProcessorEnableMask;
			*p->InterruptObject = (PKINTERRUPT)i;
		}
		return s;
	}
	case CONNECT_LINE_BASED: {
		IO_CONNECT_INTERRUPT_LINE_BASED_PARAMETERS *p = &Parameters->LineBased;
		s = connect_one(p->PhysicalDeviceObject, 0, p->SpinLock, p->SynchronizeIrql, p->ServiceRoutine, NULL, p->ServiceContext, &i);
		if (!s)
			*p->InterruptObject = (PKINTERRUPT)i;
		return s;
	}
	case CONNECT_MESSAGE_BASED: {
		IO_CONNECT_INTERRUPT_MESSAGE_BASED_PARAMETERS *p = &Parameters->MessageBased;
		unsigned count = nt_pnp_messages(p->PhysicalDeviceObject);
		if (count)
			return connect_messages(p, count);
		if (!p->FallBackServiceRoutine)
			return STATUS_NOT_FOUND;
		s = connect_one(p->PhysicalDeviceObject, 0, p->SpinLock, p->SynchronizeIrql, p->FallBackServiceRoutine, NULL, p->ServiceContext, &i);
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

void NTAPI IoDisconnectInterruptEx(PIO_DISCONNECT_INTERRUPT_PARAMETERS Parameters)
{
	if (Parameters->Version != CONNECT_MESSAGE_BASED) {
		stop(INTERRUPT(Parameters->ConnectionContext.InterruptObject));
		return;
	}
	IO_INTERRUPT_MESSAGE_INFO *info = Parameters->ConnectionContext.InterruptMessageTable;
	for (unsigned k = 0; k < info->MessageCount; k++)
		stop(INTERRUPT(info->MessageInfo[k].InterruptObject));
	nt_pool_free(info);
}

void NTAPI IoDisconnectInterrupt(PKINTERRUPT InterruptObject)
{
	stop(INTERRUPT(InterruptObject));
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
