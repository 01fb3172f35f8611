/*
 * Interrupts. Each connected vector has a thread that sleeps on the vector's eventfd and runs ISR, the DPCs the ISR queued, and all they
 * do, to completion.
 *
 * For the ISR the thread takes the token of a processor in the interrupt's affinity if one is free. If none is, it does not wait: the ISR
 * runs on the first processor of the affinity beside its holder, and the DPCs it queues there are run by the holder when it lowers. The ISR
 * holds the interrupt's spin lock, which KeSynchronizeExecution and nt_interrupt_lock take too.
 *
 * To stop a thread its own eventfd is written: no other way to wake it without a race needs no new descriptor.
 */
#include "nt/interrupt.h"
#include "bus/bus.h"
#include <poll.h>
#include <stdio.h>
#include <unistd.h>

static struct list interrupts = {&interrupts, &interrupts};

void nt_interrupt_poll(void)
{
	struct pollfd fds[64];
	struct nt_interrupt *at[64];
	unsigned n = 0;

	list_each(l, &interrupts)
	{
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

struct nt_interrupt *nt_interrupt_new(unsigned nic, unsigned vector, int fd, KIRQL irql)
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

int nt_interrupt_start(struct nt_interrupt *i)
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

void nt_interrupt_stop(struct nt_interrupt *i)
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

int nt_interrupt_connect(unsigned nic, unsigned vector, int fd, BOOLEAN (*isr)(void *ctx), void *ctx, KIRQL dirql,
                         struct nt_interrupt **out)
{
	struct nt_interrupt *i = nt_interrupt_new(nic, vector, fd, dirql);
	int rc;

	if (!i)
		return -ENOMEM;
	i->isr = isr;
	i->ctx = ctx;
	*out = i; /* before the first interrupt can come */
	rc = nt_interrupt_start(i);
	if (rc) {
		nt_pool_free(i);
		*out = NULL;
	}
	return rc;
}

void nt_interrupt_disconnect(struct nt_interrupt *i)
{
	if (i)
		nt_interrupt_stop(i);
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
		nt_interrupt_stop(base_container_of(interrupts.next, struct nt_interrupt, link));
}

/* ---- WDM */
