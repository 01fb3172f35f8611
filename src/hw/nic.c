/*
 * A NIC in the lab: one model, one configuration space, one thread.
 *
 * The thread is the only one that calls the model. It serves the bus (registers, configuration space, resets), the model's timers, its data
 * path (poll), and the work that other threads of the lab hand it (settings, show), then sleeps until one of them has something: the bus's
 * kick, the wire's descriptor, the next timer. When nothing happens it makes no system call at all.
 *
 * Before it sleeps it goes on looking for a while, as KVM's halt polling does: a sleep that turned out short makes that while longer, a
 * long one makes it shorter, down to a few turns. A NIC that nobody uses so wakes up never.
 *
 * A NIC outlives machines: when a driver dies, its RAM goes and the NIC is detached with its settings; the next machine's RAM is attached
 * and finds the card as after a power cycle.
 *
 * Where things are for the machine: memory BARs from MMIO_BASE, 64 MiB for each NIC, below 4 GiB and so clear of RAM; I/O BARs from
 * PORT_BASE.
 */
#include "hw/internal.h"
#include "trace/trace.h"
#include "wire/wire.h"
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MMIO_BASE    0xe0000000u
#define MMIO_PER_NIC 0x04000000u
#define PORT_BASE    0xc000u
#define PORT_PER_NIC 0x0400u
#define SPIN_STEPS   64 /* looks at the bus before sleeping: a driver that reads registers in a row finds us awake */
#define SPIN_MAX_NS  40000u
#define SPIN_MIN_NS  5000u
#define SPIN_WIRE    16         /* while spinning, the wire (a system call) is looked at every so many turns */
#define DEAD_NS      100000000u /* a wire that only fails is asked again so often */
#define DISCARD      4096       /* frames that a wire may hold for a card that was not there */

void *nic_state(struct nic *n)
{
	return n->state;
}
void nic_set_state(struct nic *n, void *state)
{
	n->state = state;
}
const char *nic_name(const struct nic *n)
{
	return n->name;
}
const struct nic_identity *nic_identity(const struct nic *n)
{
	return &n->pci.id;
}
const struct nic_model *nic_model_of(const struct nic *n)
{
	return n->model;
}

/* ---------------------------------------------------------------------------------------------------------- services for models */
/* A bus address as a RAM offset; UINT64_MAX: none. Addresses below 4 GiB go through the low window (abi.h), whose place the machine may say
 * wrong. */
static uint64_t dma_offset(const struct nic *n, uint64_t phys, size_t bytes)
{
	uint64_t at = phys - RAM_PHYS_BASE;
	if (phys - RAM_LOW_BASE < RAM_LOW_SIZE) {
		const uint64_t low = *(volatile const uint64_t *)&((const struct ram_header *)n->at.ram)->low, into = phys - RAM_LOW_BASE;
		if (!low || low > n->ram_size || bytes > RAM_LOW_SIZE - into)
			return UINT64_MAX;
		at = low + into;
	} else if (phys < RAM_PHYS_BASE) {
		return UINT64_MAX;
	}
	return at >= n->dma_from && at <= n->ram_size && bytes <= n->ram_size - at ? at : UINT64_MAX;
}

bool nic_dma_ok(const struct nic *n, uint64_t phys, size_t bytes)
{
	return n->attached && dma_offset(n, phys, bytes) != UINT64_MAX;
}

static uint8_t *dma(struct nic *n, uint64_t phys, size_t bytes, const char *what)
{
	if (n->failed)
		return NULL;
	if (!pci_bus_master(&n->pci)) {
		nic_fail(n, "DMA %s %zu bytes at 0x%llx while bus mastering is off", what, bytes, (unsigned long long)phys);
		return NULL;
	}
	const uint64_t at = n->attached ? dma_offset(n, phys, bytes) : UINT64_MAX;
	if (at == UINT64_MAX) {
		nic_fail(n, "DMA %s %zu bytes at 0x%llx, which is not the machine's memory", what, bytes, (unsigned long long)phys);
		return NULL;
	}
	return (uint8_t *)n->at.ram + at;
}

int nic_dma_read(struct nic *n, uint64_t phys, void *to, size_t bytes)
{
	const uint8_t *p = dma(n, phys, bytes, "read of");
	if (!p)
		return -EFAULT;
	memcpy(to, p, bytes);
	atomic_signal_fence(memory_order_seq_cst);
	return 0;
}

int nic_dma_write(struct nic *n, uint64_t phys, const void *from, size_t bytes)
{
	uint8_t *p = dma(n, phys, bytes, "write of");
	if (!p)
		return -EFAULT;
	memcpy(p, from, bytes);
	atomic_thread_fence(memory_order_release);
	return 0;
}

void *nic_dma_map(struct nic *n, uint64_t phys, size_t bytes)
{
	return dma(n, phys, bytes, "access to");
}

bool nic_serial(const struct nic *n)
{
	return n->at.serial;
}

/* ------------------------------------------------------------------------------------------------------------------ the wire's end */
int nic_wire_send(struct nic *n, const struct frame_info *info, const struct iovec *iov, unsigned count)
{
	if (!n->wire)
		return 0;
	if (n->wire_full && n->spin % SPIN_WIRE)
		return -EAGAIN;
	const int r = wire_send(n->wire, info, iov, count);
	n->wire_full = r == -EAGAIN;
	return r;
}

ssize_t nic_wire_receive(struct nic *n, struct frame_info *info, const struct iovec *iov, unsigned count)
{
	if (!n->wire || (n->wire_dry && n->spin % SPIN_WIRE))
		return 0;
	const ssize_t r = wire_receive(n->wire, info, iov, count);
	n->wire_dead = r < 0 && r != -EMSGSIZE;
	n->wire_dry = r == 0 || n->wire_dead;
	return r;
}

bool nic_wire_dry(const struct nic *n)
{
	return !n->wire || n->wire_dry;
}

bool nic_wire_gso(const struct nic *n)
{
	return n->wire && wire_carries_gso(n->wire);
}

void nic_plug(struct nic *n, struct wire *w)
{
	if (n->wire)
		wire_close(n->wire);
	n->wire = w;
	n->wire_dry = n->wire_full = n->wire_dead = false;
}

/* A cable's frames do not wait for a card that is off: takes up to `most` frames and forgets them. */
static void discard(struct nic *n, unsigned most)
{
	static __thread uint8_t nowhere[FRAME_MAX];
	const struct iovec iov = {nowhere, sizeof nowhere};
	struct frame_info info;
	while (most-- && nic_wire_receive(n, &info, &iov, 1) != 0 && !n->wire_dead)
		;
}

bool nic_irq_messages(const struct nic *n)
{
	return pci_msix_on(&n->pci);
}

static bool mute(const struct nic *n)
{
	return !n->attached || (n->failed && !n->model->recovers);
}

void nic_irq(struct nic *n, unsigned vector)
{
	if (mute(n))
		return;
	if (!pci_msix_on(&n->pci)) {
		nic_irq_line(n, true);
		return;
	}
	if (pci_msix_send(&n->pci, vector))
		bus_lab_raise(&n->bus, vector);
}

void nic_irq_line(struct nic *n, bool level)
{
	const bool rises = level && !n->line;
	n->line = level;
	if (rises && !mute(n) && pci_intx_on(&n->pci))
		bus_lab_raise(&n->bus, 0);
}

void *nic_shadow(struct nic *n, unsigned bar)
{
	return n->attached && bar < BUS_BARS && n->shadow[bar] ? (uint8_t *)n->at.ram + n->shadow[bar] : NULL;
}

void nic_timer(struct nic *n, unsigned timer, uint64_t after_ns)
{
	if (timer < NIC_TIMERS)
		n->timer[timer] = after_ns == UINT64_MAX ? UINT64_MAX : clock_mono_ns() + after_ns;
}

void nic_config_poke(struct nic *n, unsigned offset, unsigned size, uint32_t value)
{
	if (offset < PCI_SPACE && size <= 4 && size <= PCI_SPACE - offset)
		memcpy(n->pci.space + offset, &value, size);
}

void nic_config_chain(struct nic *n, unsigned offset)
{
	unsigned at = n->pci.space[0x34]; /* capabilities pointer */
	while (n->pci.space[at + 1])
		at = n->pci.space[at + 1];
	n->pci.space[at + 1] = (uint8_t)offset;
}

static void finding(struct nic *n, const char *klass, const char *text)
{
	trace_textf(TRACE_FINDING, (uint8_t)n->at.index, klass, "%s: %s", n->name, text);
	if (n->at.finding)
		n->at.finding(n->at.ctx, n, klass, text);
}

void nic_fail(struct nic *n, const char *fmt, ...)
{
	va_list ap;
	if (n->failed)
		return;
	va_start(ap, fmt);
	vsnprintf(n->why, sizeof n->why, fmt, ap);
	va_end(ap);
	n->failed = true;
	finding(n, "nic", n->why);
}

void nic_recover(struct nic *n)
{
	n->failed = false;
}

bool nic_failed(const struct nic *n, const char **why)
{
	if (why)
		*why = n->failed ? n->why : NULL;
	return n->failed;
}

void nic_note(struct nic *n, const char *fmt, ...)
{
	char text[256];
	va_list ap;
	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	if (trace_sink)
		trace_textf(TRACE_NIC, (uint8_t)n->at.index, n->name, "%s", text);
}

/* ------------------------------------------------------------------------------------------------------------------ the bus's side */
static void released(struct nic *n)
{
	for (uint64_t v = pci_msix_released(&n->pci); v; v &= v - 1)
		bus_lab_raise(&n->bus, (unsigned)__builtin_ctzll(v));
}

static uint64_t on_read(void *ctx, unsigned bar, uint64_t offset, unsigned size)
{
	struct nic *n = ctx;
	uint64_t v;
	if (pci_table_read(&n->pci, bar, offset, size, &v))
		return v;
	return mute(n) ? UINT64_MAX : n->model->read(n, bar, offset, size);
}

static void on_write(void *ctx, unsigned bar, uint64_t offset, unsigned size, uint64_t value)
{
	struct nic *n = ctx;
	if (pci_table_write(&n->pci, bar, offset, size, value))
		released(n);
	else if (!mute(n))
		n->model->write(n, bar, offset, size, value);
}

static void on_reset(void *ctx)
{
	struct nic *n = ctx;
	n->failed = false;
	n->line = false;
	for (unsigned t = 0; t < NIC_TIMERS; t++)
		n->timer[t] = UINT64_MAX;
	pci_reset(&n->pci);
	n->model->reset(n);
}

static uint32_t on_config_read(void *ctx, unsigned offset, unsigned size)
{
	struct nic *n = ctx;
	uint32_t v;
	if (n->model->config && n->model->config(n, false, offset, size, &v))
		return v;
	return pci_read(&n->pci, offset, size);
}

static void on_config_write(void *ctx, unsigned offset, unsigned size, uint32_t value)
{
	struct nic *n = ctx;
	const bool intx = pci_intx_on(&n->pci);
	if (n->model->config && n->model->config(n, true, offset, size, &value))
		return;
	if (pci_write(&n->pci, offset, size, value))
		on_reset(n);
	released(n);
	if (!intx && pci_intx_on(&n->pci) && n->line)
		bus_lab_raise(&n->bus, 0);
}

static void on_broken(void *ctx, const char *why)
{
	finding(ctx, "bus", why);
}

static const struct bus_lab_ops bus_ops = {on_read, on_write, on_config_read, on_config_write, on_reset, on_broken};

/* -------------------------------------------------------------------------------------------------------------------- the thread */
static json_t *show(struct nic *n)
{
	char id[96];
	nic_hardware_id(n, id, sizeof id);
	json_t *j = n->model->show(n);
	const char *state = !n->attached ? "off" : n->failed ? "failed" : n->bus.broken ? "broken" : "running";
	json_object_set_new(j, "name", json_string(n->name));
	json_object_set_new(j, "model", json_string(n->model->name));
	json_object_set_new(j, "summary", json_string(n->model->summary));
	json_object_set_new(j, "pci", json_string(id));
	json_object_set_new(j, "state", json_string(state));
	if (n->failed || n->bus.broken)
		json_object_set_new(j, "failure", json_string(n->failed ? n->why : n->bus.why));
	if (n->attached) {
		const struct bus_shared *s = n->shared;
		json_object_set_new(j, "interrupts", json_string(pci_msix_on(&n->pci) ? "MSI-X" : pci_intx_on(&n->pci) ? "line" : "off"));
		json_object_set_new(j, "bus",
		                    json_pack("{s:I,s:I,s:I,s:I,s:I}", "traps", (json_int_t)s->traps, "writes",
		                              (json_int_t)s->posted_writes, "round_trips", (json_int_t)s->syncs, "interrupts",
		                              (json_int_t)s->irqs, "sleeps", (json_int_t)n->bus.sleeps));
	}
	if (n->wire)
		json_object_set_new(j, "wire", wire_show(n->wire));
	return j;
}

/* Returns false when the thread shall end. */
static bool do_work(struct nic *n)
{
	bool go_on = true;
	if (!atomic_exchange(&n->has_work, false))
		return true;
	n->spin = 0;
	pthread_mutex_lock(&n->lock);
	while (!list_empty(&n->work)) {
		struct nic_work *w = base_container_of(n->work.next, struct nic_work, link);
		list_del(&w->link);
		pthread_mutex_unlock(&n->lock);
		while (bus_lab_step(&n->bus) > 0)
			;
		switch (w->kind) {
		case NIC_WORK_SET:
			w->result = n->model->set(n, w->name, w->value, true, w->err);
			break;
		case NIC_WORK_SHOW:
			w->json = show(n);
			break;
		case NIC_WORK_DRAIN:
			break;
		case NIC_WORK_STOP:
			go_on = false;
			break;
		}
		pthread_mutex_lock(&n->lock);
		w->done = true;
		pthread_cond_broadcast(&n->done);
	}
	pthread_mutex_unlock(&n->lock);
	return go_on;
}

/* Runs what is due; returns nanoseconds to the next one. */
static uint64_t run_timers(struct nic *n)
{
	uint64_t next = UINT64_MAX, now = 0;
	for (unsigned t = 0; t < NIC_TIMERS; t++) {
		if (n->timer[t] == UINT64_MAX)
			continue;
		if (!now)
			now = clock_mono_ns();
		if (n->timer[t] <= now) {
			n->timer[t] = UINT64_MAX;
			if (!n->failed)
				n->model->timer(n, t);
		}
		if (n->timer[t] != UINT64_MAX && n->timer[t] - now < next)
			next = n->timer[t] > now ? n->timer[t] - now : 0;
	}
	return next;
}

/* The model's turn on the data path; true: did something. */
static bool poll_model(struct nic *n)
{
	if (n->model->poll && !n->failed)
		return n->model->poll(n);
	discard(n, 16);
	return false;
}

/* Sleeps until the bus, the wire or a time has something, or another thread has work for us. */
static void rest(struct nic *n, uint64_t next)
{
	const uint64_t due = n->wire ? wire_next_ns(n->wire) : UINT64_MAX, from = clock_mono_ns();
	if (due != UINT64_MAX) {
		const uint64_t in = due > from ? due - from : 0;
		next = in < next ? in : next;
	}
	if (n->wire_dead && next > DEAD_NS) /* its descriptor would wake us at once, for nothing */
		next = DEAD_NS;
	const short events = (short)((n->wire_dry ? POLLIN : 0) | (n->wire_full ? POLLOUT : 0));
	const int fd = n->wire && events && !n->wire_dead ? wire_fd(n->wire) : -1;
	if (next && !bus_lab_sleep_on(&n->bus, next, fd, events))
		return;
	if ((next && n->bus.told & ~POLLOUT) || due != UINT64_MAX)
		n->wire_dry = false;
	const uint64_t slept = clock_mono_ns() - from;
	if (slept > SPIN_MAX_NS)
		n->spin_ns = n->spin_ns / 2 >= SPIN_MIN_NS ? n->spin_ns / 2 : 0;
	else
		n->spin_ns = n->spin_ns ? (n->spin_ns * 2 < SPIN_MAX_NS ? n->spin_ns * 2 : SPIN_MAX_NS) : SPIN_MIN_NS;
}

static void *nic_thread(void *arg)
{
	struct nic *n = arg;
	uint64_t since = 0; /* when the spin began */
	pthread_setname_np(pthread_self(), n->name);
	for (n->spin = 0;;) {
		bool busy = bus_lab_step(&n->bus) > 0;
		const uint64_t next = run_timers(n);
		if (!do_work(n))
			return NULL;
		busy |= poll_model(n);
		if (busy || next == 0) {
			n->spin = 0;
			continue;
		}
		if (n->spin++ < SPIN_STEPS) {
			since = 0;
			__builtin_ia32_pause();
			continue;
		}
		if (n->spin_ns && n->spin % 16) {
			__builtin_ia32_pause();
			continue;
		}
		if (n->spin_ns) {
			const uint64_t now = clock_mono_ns();
			since = since ? since : now;
			if (now - since < n->spin_ns)
				continue;
		}
		n->spin = 0; /* what is looked at from here on is really looked at */
		if (!poll_model(n) && !(n->model->idle && !n->failed && n->model->idle(n)))
			rest(n, next);
		n->spin = 0;
	}
}

static int hand_over(struct nic *n, struct nic_work *w)
{
	pthread_mutex_lock(&n->lock);
	list_add(&n->work, &w->link);
	atomic_store(&n->has_work, true);
	bus_lab_poke(&n->bus);
	while (!w->done)
		pthread_cond_wait(&n->done, &n->lock);
	pthread_mutex_unlock(&n->lock);
	return w->result;
}

int nic_set(struct nic *n, const char *name, const char *value, struct err *e)
{
	struct nic_work w = {.kind = NIC_WORK_SET, .name = name, .value = value, .err = e};
	if (n->attached)
		return hand_over(n, &w);
	const int r = n->model->set(n, name, value, false, e);
	struct nic_identity id = {0};
	if (r || n->model->identify(n, &id, NULL))
		return r;
	pci_init(&n->pci, &id);
	return 0;
}

json_t *nic_show(struct nic *n)
{
	struct nic_work w = {.kind = NIC_WORK_SHOW};
	if (!n->attached)
		return show(n);
	hand_over(n, &w);
	return w.json;
}

void nic_drain(struct nic *n)
{
	struct nic_work w = {.kind = NIC_WORK_DRAIN};
	if (n->attached)
		hand_over(n, &w);
}

/* ------------------------------------------------------------------------------------------------------------ plugging in and out */
unsigned nic_vectors(const struct nic *n)
{
	return n->pci.id.msix_vectors ? n->pci.id.msix_vectors : 1;
}

uint64_t nic_layout_bytes(const struct nic *n)
{
	uint64_t bytes = ALIGN_UP_TO((uint64_t)sizeof(struct bus_shared), RAM_PAGE);
	for (unsigned b = 0; b < BUS_BARS; b++)
		bytes += (uint64_t)n->pci.id.bar[b].shadow_pages * RAM_PAGE;
	return bytes;
}

static void place_bars(struct nic *n)
{
	const struct nic_identity *id = &n->pci.id;
	uint64_t mmio = MMIO_BASE + (uint64_t)n->at.index * MMIO_PER_NIC, port = PORT_BASE + n->at.index * PORT_PER_NIC;
	uint64_t shadow = n->at.bus_offset + ALIGN_UP_TO((uint64_t)sizeof(struct bus_shared), RAM_PAGE);
	for (unsigned b = 0; b < BUS_BARS; b++) {
		struct bus_bar *r = &n->shared->bar[b];
		n->shadow[b] = 0;
		if (!id->bar[b].size)
			continue;
		uint64_t *next = id->bar[b].io ? &port : &mmio;
		*next = ALIGN_UP_TO(*next, id->bar[b].size);
		r->size = id->bar[b].size;
		r->phys = *next;
		r->io = id->bar[b].io;
		*next += id->bar[b].size;
		pci_assign(&n->pci, b, r->phys);
		if (id->bar[b].shadow_pages) {
			r->shadow_pages = id->bar[b].shadow_pages;
			r->shadow = n->shadow[b] = shadow;
			memset((uint8_t *)n->at.ram + shadow, 0, (size_t)r->shadow_pages * RAM_PAGE);
			shadow += (uint64_t)r->shadow_pages * RAM_PAGE;
		}
	}
}

int nic_attach(struct nic *n, const struct nic_attach *a, struct err *e)
{
	const struct ram_header *h = a->ram;
	struct nic_identity id = {0};
	if (n->attached)
		return err_set(e, EBUSY, "%s is already plugged into a machine", n->name);
	if (a->index >= FLUE_NICS || a->bus_offset % RAM_PAGE || a->bus_offset + nic_layout_bytes(n) > a->ram_size)
		return err_set(e, EINVAL, "%s: no room for its registers in the machine's RAM", n->name);
	int r = n->model->identify(n, &id, e);
	if (r)
		return r;
	pci_init(&n->pci, &id);
	n->at = *a;
	n->failed = n->line = false;
	n->ram_size = a->ram_size;
	n->dma_from = h->port[0] ? h->port[0] : h->conn[0] ? h->conn[0] : h->image ? h->image : h->pool_start ? h->pool_start : RAM_PAGE;
	n->shared = (struct bus_shared *)((uint8_t *)a->ram + a->bus_offset);
	bus_lab_format(n->shared);
	n->shared->vendor = id.vendor;
	n->shared->device = id.device;
	n->shared->subvendor = id.subvendor;
	n->shared->subdevice = id.subdevice;
	n->shared->class_code = id.class_code;
	n->shared->revision = id.revision;
	n->shared->msix_vectors = id.msix_vectors;
	place_bars(n);
	bus_lab_init(&n->bus, n->shared, a->index, &bus_ops, n, a->kick_fd);
	for (unsigned v = 0; v < nic_vectors(n); v++)
		n->bus.irq_fd[v] = a->irq_fd[v];
	for (unsigned t = 0; t < NIC_TIMERS; t++)
		n->timer[t] = UINT64_MAX;
	n->attached = true;
	n->wire_dry = n->wire_full = n->wire_dead = false;
	n->spin = 0;
	n->spin_ns = 0;
	discard(n, DISCARD);
	n->model->power_on(n);
	n->shared->present = 1;
	r = pthread_create(&n->thread, NULL, nic_thread, n);
	if (r) {
		n->attached = false;
		return err_set(e, r, "%s: no thread for it: %s", n->name, strerror(r));
	}
	return 0;
}

void nic_detach(struct nic *n)
{
	struct nic_work w = {.kind = NIC_WORK_STOP};
	if (!n->attached)
		return;
	hand_over(n, &w);
	pthread_join(n->thread, NULL);
	n->attached = false;
	n->shared = NULL;
}

int nic_open(const struct nic_model *model, const char *name, struct nic **out, struct err *e)
{
	struct nic *n = calloc(1, sizeof *n);
	if (!n)
		return err_set(e, ENOMEM, "out of memory");
	n->model = model;
	snprintf(n->name, sizeof n->name, "%s", name);
	pthread_mutex_init(&n->lock, NULL);
	pthread_cond_init(&n->done, NULL);
	list_init(&n->work);
	const int r = model->create(n, e);
	if (r) {
		nic_destroy(n);
		return r;
	}
	*out = n;
	return 0;
}

void nic_destroy(struct nic *n)
{
	if (!n)
		return;
	nic_detach(n);
	nic_plug(n, NULL);
	if (n->state)
		n->model->destroy(n);
	pthread_cond_destroy(&n->done);
	pthread_mutex_destroy(&n->lock);
	free(n);
}
