/*
 * toe, the device: registers, reset, interrupts. The manual is docs/toe-nic.md; register names are regs.h's.
 *
 * BAR0's first page is information: it lies in shadow memory, so reading it costs the driver no round trip, and only this file writes it.
 * The second page is control: every access arrives here. Commands and events are in admin.c, what can be set from outside in settings.c,
 * the data path in queue.c, tx.c, tx_cut.c, rx.c and rss.c.
 *
 * Faults: a bad address or index in anything the driver wrote stops the card (toe_fatal): no DMA, no commands, STATUS and HEALTH say FATAL,
 * a finding is recorded. TOE_CONTROL_RESET or a function reset revives it, cold. Nothing the driver writes can make the card touch memory
 * that is not the machine's (nic_dma_*), read past a ring, or allocate.
 */
#include "hw/toe/toe.h"
#include <stdlib.h>
#include <string.h>

static void info(struct toe *t, uint32_t reg, uint32_t v)
{
	if (t->info)
		__atomic_store_n(&t->info[reg / 4], v, __ATOMIC_RELEASE);
}

static uint32_t mac_lo(const uint8_t *m)
{
	return m[0] | m[1] << 8 | m[2] << 16 | (uint32_t)m[3] << 24;
}
static uint32_t mac_hi(const uint8_t *m)
{
	return m[4] | (uint32_t)m[5] << 8;
}

void toe_publish(struct nic *n)
{
	struct toe *t = nic_state(n);
	uint32_t words[(TOE_CAP_END - TOE_CAP_CSUM) / 4];
	toe_capability_words(&t->build, words);
	t->generation = (t->generation | 1) + 1;
	info(t, TOE_CAP_GENERATION, t->generation - 1);
	for (unsigned i = 0; i < ARRAY_LEN(words); i++)
		info(t, TOE_CAP_CSUM + i * 4, words[i]);
	info(t, TOE_CAP_GENERATION, t->generation);
}

static void publish_link(struct toe *t)
{
	info(t, TOE_LINK, t->build.link ? TOE_LINK_UP | TOE_LINK_DUPLEX : 0);
	info(t, TOE_LINK_SPEED, t->build.link ? t->build.speed : 0);
}

void toe_link_changed(struct nic *n)
{
	struct toe *t = nic_state(n);
	const uint32_t data[2] = {t->build.link ? TOE_LINK_UP | TOE_LINK_DUPLEX : 0, t->build.link ? t->build.speed : 0};
	publish_link(t);
	toe_event_post(n, TOE_EVENT_LINK, data, 2);
}

void toe_cause(struct nic *n, uint32_t bits)
{
	struct toe *t = nic_state(n);
	t->cause |= bits;
	if (!(bits & t->enable))
		return;
	if (nic_irq_messages(n))
		nic_irq(n, 0);
	else
		nic_irq_line(n, true);
}

void toe_fatal(struct nic *n, uint32_t code)
{
	struct toe *t = nic_state(n);
	if (t->fatal)
		return;
	t->fatal = code;
	t->control = 0;
	toe_queues_stop(n);
	info(t, TOE_FATAL_CODE, code);
	info(t, TOE_HEALTH, TOE_HEALTH_FATAL);
	toe_cause(n, TOE_INT_FATAL);
}

/* Cold: registers, rings and everything the driver had set. The card's build, its link and pending capability changes stay. */
static void cold(struct nic *n)
{
	struct toe *t = nic_state(n);
	t->control = t->cause = t->enable = t->fatal = 0;
	t->asq_lo = t->asq_hi = t->acq_lo = t->acq_hi = t->admin_size = t->evq_lo = t->evq_hi = t->evq_size = 0;
	t->asq_tail = t->asq_head = t->acq_tail = t->evq_head = t->evq_tail = t->events_lost = 0;
	memset(&t->statistics, 0, sizeof t->statistics);
	toe_setup_cold(t);
	toe_queues_stop(n);
	info(t, TOE_FATAL_CODE, 0);
	info(t, TOE_HEALTH, TOE_HEALTH_OK);
	nic_irq_line(n, false);
}

static void destroy_state(struct toe *t)
{
	if (!t)
		return;
	free(t->traffic.scratch);
	free(t->traffic.linear);
	free(t->traffic.segment);
	toe_rsc_free(t);
	free(t);
}

static int create(struct nic *n, struct err *e)
{
	struct toe *t = calloc(1, sizeof *t);
	if (t) {
		t->traffic.scratch = malloc(FRAME_MAX);
		t->traffic.linear = malloc(FRAME_MAX + 64);
		t->traffic.segment = malloc(FRAME_MAX);
	}
	if (!t || toe_rsc_init(t) || !t->traffic.scratch || !t->traffic.linear || !t->traffic.segment) {
		destroy_state(t);
		return err_set(e, ENOMEM, "out of memory");
	}
	toe_build_default(&t->build);
	nic_set_state(n, t);
	return 0;
}

static void destroy(struct nic *n)
{
	destroy_state(nic_state(n));
}

static int identify(struct nic *n, struct nic_identity *id, struct err *e)
{
	const struct toe *t = nic_state(n);
	(void)e;
	*id = (struct nic_identity){
	        .vendor = TOE_VENDOR,
	        .device = TOE_DEVICE,
	        .subvendor = TOE_VENDOR,
	        .subdevice = 0x0001,
	        .class_code = 0x020000,
	        .revision = 1,
	        .bar = {{.size = TOE_BAR0_SIZE, .shadow_pages = 1}},
	        .msix_vectors = t->build.vectors,
	        .msix_bar = 0,
	        .msix_table = TOE_MSIX_TABLE,
	        .msix_pba = TOE_MSIX_PBA,
	};
	return 0;
}

static void power_on(struct nic *n)
{
	struct toe *t = nic_state(n);
	t->info = nic_shadow(n, 0);
	info(t, TOE_ID, TOE_ID_VALUE);
	info(t, TOE_INTERFACE, TOE_INTERFACE_MAJOR << 16);
	info(t, TOE_FIRMWARE, 1u << 24);
	info(t, TOE_SERIAL, mac_lo(t->build.mac + 2));
	info(t, TOE_MAC_LO, mac_lo(t->build.mac));
	info(t, TOE_MAC_HI, mac_hi(t->build.mac));
	info(t, TOE_MAX_FRAME, t->build.max_frame);
	info(t, TOE_VECTORS, t->build.vectors ? t->build.vectors : 1);
	info(t, TOE_ADMIN_DEPTH, TOE_DEPTH);
	info(t, TOE_QUEUES, toe_queue_count(&t->build) << 16 | toe_queue_count(&t->build));
	t->generation = 0;
	t->hold = false;
	t->commands = t->events = 0;
	toe_publish(n);
	publish_link(t);
	cold(n);
}

static void reset(struct nic *n)
{
	cold(n);
	nic_note(n, "function reset");
}

static uint64_t reg_read(struct nic *n, unsigned bar, uint64_t offset, unsigned size)
{
	struct toe *t = nic_state(n);
	uint32_t v = 0;
	(void)bar;
	if (size != 4 || offset % 4)
		return UINT64_MAX; /* the manual: 32-bit accesses only */
	if (offset < RAM_PAGE)
		return t->info ? t->info[offset / 4] : UINT32_MAX;
	switch (offset) {
	case TOE_CONTROL:
		v = t->control;
		break;
	case TOE_STATUS:
		v = t->fatal ? TOE_STATUS_FATAL : TOE_STATUS_READY | (t->control & TOE_CONTROL_RUN ? TOE_STATUS_RUNNING : 0);
		break;
	case TOE_INT_CAUSE:
		v = t->cause & t->enable;
		t->cause = 0;
		nic_irq_line(n, false);
		break;
	case TOE_INT_ENABLE:
		v = t->enable;
		break;
	case TOE_ASQ_LO:
		v = t->asq_lo;
		break;
	case TOE_ASQ_HI:
		v = t->asq_hi;
		break;
	case TOE_ACQ_LO:
		v = t->acq_lo;
		break;
	case TOE_ACQ_HI:
		v = t->acq_hi;
		break;
	case TOE_ADMIN_SIZE:
		v = t->admin_size;
		break;
	case TOE_EVQ_LO:
		v = t->evq_lo;
		break;
	case TOE_EVQ_HI:
		v = t->evq_hi;
		break;
	case TOE_EVQ_SIZE:
		v = t->evq_size;
		break;
	case TOE_ASQ_TAIL:
		v = t->asq_tail;
		break;
	case TOE_EVQ_HEAD:
		v = t->evq_head;
		break;
	default:
		break; /* reserved: zero */
	}
	return v;
}

static bool ring_size_ok(uint32_t entries)
{
	return entries >= 2 && entries <= TOE_DEPTH && !(entries & (entries - 1));
}

static void start(struct nic *n)
{
	struct toe *t = nic_state(n);
	const uint64_t asq = (uint64_t)t->asq_hi << 32 | t->asq_lo, acq = (uint64_t)t->acq_hi << 32 | t->acq_lo;
	const uint64_t evq = (uint64_t)t->evq_hi << 32 | t->evq_lo;
	if (!ring_size_ok(t->admin_size) || asq % 64 || acq % 64 || (t->evq_size && (!ring_size_ok(t->evq_size) || evq % 64))) {
		nic_fail(n,
		         "RUN with bad rings: %u admin entries at 0x%llx and 0x%llx, %u events at 0x%llx (powers of two from 2 to %u, "
		         "64-byte aligned)",
		         t->admin_size, (unsigned long long)asq, (unsigned long long)acq, t->evq_size, (unsigned long long)evq, TOE_DEPTH);
		toe_fatal(n, TOE_FATAL_RING);
		return;
	}
	if (!nic_dma_ok(n, asq, t->admin_size * sizeof(struct toe_command)) ||
	    !nic_dma_ok(n, acq, t->admin_size * sizeof(struct toe_completion)) ||
	    (t->evq_size && !nic_dma_ok(n, evq, t->evq_size * sizeof(struct toe_event)))) {
		nic_fail(n, "RUN with a ring outside memory: commands 0x%llx, completions 0x%llx, events 0x%llx", (unsigned long long)asq,
		         (unsigned long long)acq, (unsigned long long)evq);
		toe_fatal(n, TOE_FATAL_DMA);
		return;
	}
	t->asq_tail = t->asq_head = t->acq_tail = t->evq_head = t->evq_tail = t->events_lost = 0;
}

static void control(struct nic *n, uint32_t v)
{
	struct toe *t = nic_state(n);
	if (v & TOE_CONTROL_RESET) {
		cold(n);
		nic_recover(n);
		nic_note(n, "reset by the driver");
		return;
	}
	if (t->fatal)
		return;
	const uint32_t before = t->control;
	t->control = v & TOE_CONTROL_RUN;
	if (!t->control)
		toe_queues_stop(n);
	if (t->control && !before)
		start(n);
}

/* A ring's address and size are taken over when RUN is set and must not change while it is set; writes are ignored then. */
static void ring_register(struct toe *t, uint32_t *reg, uint32_t v)
{
	if (!(t->control & TOE_CONTROL_RUN))
		*reg = v;
}

static void reg_write(struct nic *n, unsigned bar, uint64_t offset, unsigned size, uint64_t value)
{
	struct toe *t = nic_state(n);
	const uint32_t v = (uint32_t)value;
	(void)bar;
	if (size != 4 || offset % 4)
		return;
	if (t->fatal && offset != TOE_CONTROL && offset != TOE_INT_ENABLE)
		return;
	if (offset >= TOE_DOORBELLS && offset < TOE_DOORBELLS + TOE_QUEUES_MAX * 256) {
		toe_queue_doorbell(n, (uint32_t)offset);
		return;
	}
	switch (offset) {
	case TOE_CONTROL:
		control(n, v);
		break;
	case TOE_INT_ENABLE:
		t->enable = v & (TOE_INT_ADMIN | TOE_INT_EVENT | TOE_INT_FATAL | TOE_INT_QUEUE);
		if (t->cause & t->enable)
			toe_cause(n, t->cause & t->enable);
		else
			nic_irq_line(n, false);
		break;
	case TOE_ASQ_LO:
		ring_register(t, &t->asq_lo, v);
		break;
	case TOE_ASQ_HI:
		ring_register(t, &t->asq_hi, v);
		break;
	case TOE_ACQ_LO:
		ring_register(t, &t->acq_lo, v);
		break;
	case TOE_ACQ_HI:
		ring_register(t, &t->acq_hi, v);
		break;
	case TOE_ADMIN_SIZE:
		ring_register(t, &t->admin_size, v);
		break;
	case TOE_EVQ_LO:
		ring_register(t, &t->evq_lo, v);
		break;
	case TOE_EVQ_HI:
		ring_register(t, &t->evq_hi, v);
		break;
	case TOE_EVQ_SIZE:
		ring_register(t, &t->evq_size, v);
		break;
	case TOE_ASQ_TAIL:
	case TOE_EVQ_HEAD: {
		const uint32_t entries = offset == TOE_ASQ_TAIL ? t->admin_size : t->evq_size;
		if (!(t->control & TOE_CONTROL_RUN) || v >= entries) {
			nic_fail(n, "%s doorbell %u: %s", offset == TOE_ASQ_TAIL ? "command" : "event", v,
			         t->control & TOE_CONTROL_RUN ? "past the ring's end" : "the card does not run");
			toe_fatal(n, TOE_FATAL_RING);
		} else if (offset == TOE_ASQ_TAIL) {
			t->asq_tail = v;
			toe_admin_run(n);
		} else {
			t->evq_head = v;
		}
		break;
	}
	default:
		break; /* read-only or reserved */
	}
}

static void timer(struct nic *n, unsigned which)
{
	if (which == TOE_TIMER_MODERATION)
		toe_moderation_timer(n);
	/* TOE_TIMER_STARVED: the thread is awake, and that was its purpose */
}

const struct nic_model nic_toe = {
        .name = "toe",
        .summary = "Flue's reference NIC: task offloads and TCP connection offload",
        .vendor = TOE_VENDOR,
        .device = TOE_DEVICE,
        .settings = toe_settings,
        .recovers = true,
        .create = create,
        .destroy = destroy,
        .set = toe_set,
        .identify = identify,
        .power_on = power_on,
        .read = reg_read,
        .write = reg_write,
        .reset = reset,
        .timer = timer,
        .poll = toe_poll,
        .idle = toe_idle,
        .show = toe_show,
};
