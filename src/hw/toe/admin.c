/*
 * toe, commands and events. Commands are carried out in order, at once, when the doorbell rings; a command is copied out of the machine's
 * memory before it is looked at, and its data buffer is read or written once, as a whole, through nic_dma_*.
 *
 * What a command asks for is checked against the capabilities that hold now. A refused command changes nothing.
 */
#include "hw/toe/toe.h"
#include <stdio.h>
#include <string.h>

_Static_assert(sizeof(struct toe_command) == 64 && sizeof(struct toe_completion) == 16 && sizeof(struct toe_event) == 32,
               "manual: ring entries");
_Static_assert(sizeof(struct toe_identity) == 256 && sizeof(struct toe_offloads) == 32 && sizeof(struct toe_connection) == 64,
               "manual: buffers");
_Static_assert(sizeof(struct toe_rss) == 192 && sizeof(struct toe_statistics) == 256, "manual: buffers");

void toe_capability_words(const struct toe_build *b, uint32_t *w)
{
#define AT(reg) w[((reg)-TOE_CAP_CSUM) / 4]
	memset(w, 0, TOE_CAP_END - TOE_CAP_CSUM);
	AT(TOE_CAP_CSUM) = b->csum;
	AT(TOE_CAP_SEG) = b->seg;
	AT(TOE_LSO_MAX4) = b->seg & TOE_SEG_LSO4 ? b->lso_max4 : 0;
	AT(TOE_LSO_MAX6) = b->seg & TOE_SEG_LSO6 ? b->lso_max6 : 0;
	AT(TOE_LSO_MIN) = b->seg & (TOE_SEG_LSO4 | TOE_SEG_LSO6) ? b->lso_min : 0;
	AT(TOE_USO_MAX) = b->seg & (TOE_SEG_USO4 | TOE_SEG_USO6) ? b->uso_max : 0;
	AT(TOE_USO_MIN) = b->seg & (TOE_SEG_USO4 | TOE_SEG_USO6) ? b->uso_min : 0;
	AT(TOE_CAP_FRAMES) = b->frames;
	AT(TOE_CAP_NVGRE) = b->nvgre;
	AT(TOE_CAP_VXLAN) = b->vxlan;
	AT(TOE_TUN_MAX_HEADER) = b->nvgre | b->vxlan ? b->tunnel_header : 0;
	AT(TOE_TUN_FLAGS) = b->vxlan ? b->tunnel_flags : 0;
	AT(TOE_CAP_RSS) = b->rss;
	const bool conn = (b->conn & (TOE_CONN_IP4 | TOE_CONN_IP6)) && b->capacity;
	AT(TOE_CAP_CONN) = conn ? b->conn : 0;
	AT(TOE_CONN_CAPACITY) = conn ? b->capacity : 0;
	AT(TOE_CONN_FRAMES) = conn ? b->conn_frames : 0;
	AT(TOE_CONN_WINDOW) = conn ? b->window : 0;
#undef AT
}

void toe_setup_cold(struct toe *t)
{
	memset(&t->setup, 0, sizeof t->setup);
	memcpy(t->setup.mac, t->build.mac, 6);
}

static unsigned identify(struct nic *n, const struct toe_command *c)
{
	struct toe *t = nic_state(n);
	struct toe_identity id = {.id = TOE_ID_VALUE, .interface_version = TOE_INTERFACE_MAJOR << 16, .firmware = 1u << 24};
	if (c->length != sizeof id)
		return TOE_BAD_FIELD;
	memcpy(&id.serial, t->build.mac + 2, 4);
	memcpy(id.mac, t->build.mac, 6);
	id.vectors = t->build.vectors ? t->build.vectors : 1;
	id.max_frame = t->build.max_frame;
	id.generation = t->generation;
	toe_capability_words(&t->build, id.caps);
	snprintf(id.model, sizeof id.model, "Flue TOE 7031");
	snprintf(id.firmware_name, sizeof id.firmware_name, "toe-firmware 1.0.0");
	return nic_dma_write(n, c->data, &id, sizeof id) ? TOE_BAD_FIELD : TOE_OK;
}

/* What packets may ask for from now on: what is enabled, within the block as it is. */
static void set_limits(struct toe *t)
{
	const struct toe_build *b = &t->build;
	t->setup.limits = (struct toe_limits){.csum = t->setup.offloads.csum & 0xffff,
	                                      .seg = t->setup.offloads.seg,
	                                      .lso_max4 = b->lso_max4,
	                                      .lso_max6 = b->lso_max6,
	                                      .lso_min = b->lso_min,
	                                      .uso_max = b->uso_max,
	                                      .uso_min = b->uso_min};
}

static unsigned set_offloads(struct nic *n, const struct toe_command *c)
{
	struct toe *t = nic_state(n);
	const struct toe_build *b = &t->build;
	struct toe_offloads o;
	if (c->length != sizeof o || nic_dma_read(n, c->data, &o, sizeof o))
		return TOE_BAD_FIELD;
	if ((o.csum & ~b->csum) || (o.seg & ~b->seg) || (o.nvgre & ~b->nvgre) || (o.vxlan & ~b->vxlan))
		return TOE_UNSUPPORTED;
	if (o.vxlan_port > 65535 || (o.vxlan && !o.vxlan_port) ||
	    (o.vxlan_port && o.vxlan_port != 4789 && !(b->tunnel_flags & TOE_TUN_VXLAN_PORT)))
		return TOE_BAD_FIELD;
	toe_limits_changed(t);
	t->setup.offloads = o;
	set_limits(t);
	return TOE_OK;
}

static bool frame_ok(uint32_t frame, uint32_t header, uint32_t supported)
{
	if (frame == 0)
		return header == 0;
	return (frame == TOE_FRAME_802_3 || frame == TOE_FRAME_LLC_SNAP) && (frame & supported) && header >= 14 && header <= 64;
}

static unsigned set_encapsulation(struct nic *n, const struct toe_command *c)
{
	struct toe *t = nic_state(n);
	if (!frame_ok(c->param[0], c->param[1], t->build.frames) || !frame_ok(c->param[2], c->param[3], t->build.frames))
		return TOE_BAD_FIELD;
	memcpy(t->setup.encapsulation, c->param, sizeof t->setup.encapsulation);
	return TOE_OK;
}

static unsigned set_connection(struct nic *n, const struct toe_command *c)
{
	struct toe *t = nic_state(n);
	const struct toe_build *b = &t->build;
	struct toe_connection k;
	if (c->length != sizeof k || nic_dma_read(n, c->data, &k, sizeof k))
		return TOE_BAD_FIELD;
	if ((k.enable & ~b->conn) || ((k.enable & (TOE_CONN_IP4 | TOE_CONN_IP6)) && !b->capacity))
		return TOE_UNSUPPORTED;
	if (!frame_ok(k.frame4, k.header4, b->conn_frames) || !frame_ok(k.frame6, k.header6, b->conn_frames))
		return TOE_BAD_FIELD;
	if (k.enable && k.ticks_per_second != 10 && k.ticks_per_second != 100 && k.ticks_per_second != 1000)
		return TOE_BAD_FIELD;
	t->setup.connection = k;
	return TOE_OK;
}

static unsigned get_statistics(struct nic *n, const struct toe_command *c)
{
	struct toe *t = nic_state(n);
	if (c->length != sizeof t->statistics || nic_dma_write(n, c->data, &t->statistics, sizeof t->statistics))
		return TOE_BAD_FIELD;
	if (c->param[0] & 1)
		memset(&t->statistics, 0, sizeof t->statistics);
	return TOE_OK;
}

static unsigned set_filter(struct nic *n, const struct toe_command *c)
{
	struct toe *t = nic_state(n);
	uint8_t list[TOE_MULTICAST_MAX][6];
	if ((c->param[0] & ~0x1fu) || c->length % 6 || c->length > sizeof list)
		return TOE_BAD_FIELD;
	if (c->length && nic_dma_read(n, c->data, list, c->length))
		return TOE_BAD_FIELD;
	for (unsigned i = 0; i < c->length / 6; i++)
		if (!(list[i][0] & 1))
			return TOE_BAD_FIELD;
	memcpy(t->setup.multicast, list, c->length);
	t->setup.multicast_count = c->length / 6;
	t->setup.filter = c->param[0];
	return TOE_OK;
}

static unsigned set_address(struct nic *n, const struct toe_command *c)
{
	struct toe *t = nic_state(n);
	if (c->param[1] > 0xffff || (c->param[0] & 1))
		return TOE_BAD_FIELD;
	if (!c->param[0] && !c->param[1]) {
		memcpy(t->setup.mac, t->build.mac, 6);
		return TOE_OK;
	}
	memcpy(t->setup.mac, &c->param[0], 4);
	memcpy(t->setup.mac + 4, &c->param[1], 2);
	return TOE_OK;
}

static unsigned set_rss(struct nic *n, const struct toe_command *c)
{
	struct toe *t = nic_state(n);
	struct toe_rss r;
	if (c->length != sizeof r || nic_dma_read(n, c->data, &r, sizeof r))
		return TOE_BAD_FIELD;
	if (r.enable && !t->build.rss)
		return TOE_UNSUPPORTED;
	if (r.enable > 1 || (r.hash_type & ~15u) || r.entries > 128 || (r.entries & (r.entries - 1)))
		return TOE_BAD_FIELD;
	for (unsigned i = 0; r.enable && i < r.entries; i++)
		if (r.table[i] >= t->build.rss)
			return TOE_BAD_FIELD;
	t->setup.rss = r;
	toe_rss_changed(t);
	return TOE_OK;
}

/* The driver has taken over a capability change: what it no longer may use is switched off, whatever it had enabled. */
static unsigned ack_capabilities(struct nic *n, const struct toe_command *c)
{
	struct toe *t = nic_state(n);
	struct toe_setup *s = &t->setup;
	if (c->param[0] != t->generation)
		return TOE_STALE;
	toe_limits_changed(t);
	s->acknowledged = t->generation;
	s->offloads.csum &= t->build.csum;
	s->offloads.seg &= t->build.seg;
	s->offloads.nvgre &= t->build.nvgre;
	s->offloads.vxlan &= t->build.vxlan;
	s->connection.enable &= t->build.capacity ? t->build.conn : 0;
	set_limits(t);
	return TOE_OK;
}

static unsigned carry_out(struct nic *n, const struct toe_command *c)
{
	struct toe *t = nic_state(n);
	switch (c->opcode) {
	case TOE_CMD_NOP:
		return TOE_OK;
	case TOE_CMD_IDENTIFY:
		return identify(n, c);
	case TOE_CMD_SET_OFFLOADS:
		return set_offloads(n, c);
	case TOE_CMD_SET_ENCAPSULATION:
		return set_encapsulation(n, c);
	case TOE_CMD_SET_CONNECTION:
		return set_connection(n, c);
	case TOE_CMD_GET_STATISTICS:
		return get_statistics(n, c);
	case TOE_CMD_SET_FILTER:
		return set_filter(n, c);
	case TOE_CMD_SET_ADDRESS:
		return set_address(n, c);
	case TOE_CMD_SET_RSS:
		return set_rss(n, c);
	case TOE_CMD_SET_MODERATION:
		if (c->param[0] > 10000)
			return TOE_BAD_FIELD;
		t->setup.moderation_us = c->param[0];
		return TOE_OK;
	case TOE_CMD_ACK_CAPABILITIES:
		return ack_capabilities(n, c);
	case TOE_CMD_QUEUE_CREATE:
		return toe_queue_create(n, c);
	case TOE_CMD_QUEUE_DESTROY:
		return toe_queue_destroy(n, c);
	default:
		return TOE_BAD_OPCODE;
	}
}

void toe_admin_run(struct nic *n)
{
	struct toe *t = nic_state(n);
	const uint64_t asq = (uint64_t)t->asq_hi << 32 | t->asq_lo, acq = (uint64_t)t->acq_hi << 32 | t->acq_lo;
	unsigned done = 0;
	while (!t->hold && !t->fatal && t->asq_head != t->asq_tail) {
		struct toe_command c;
		if (nic_dma_read(n, asq + t->asq_head * sizeof c, &c, sizeof c)) {
			toe_fatal(n, TOE_FATAL_DMA);
			return;
		}
		t->asq_head = (t->asq_head + 1) & (t->admin_size - 1);
		t->commands++;
		const unsigned status = carry_out(n, &c);
		if (nic_failed(n, NULL)) {
			toe_fatal(n, TOE_FATAL_DMA);
			return;
		}
		/* acq_tail counts for ever, so that its bit above the index is the phase. The phase is written last. */
		const uint32_t slot = t->acq_tail & (t->admin_size - 1);
		const struct toe_completion k = {
		        .id = c.id,
		        .status = (uint16_t)status,
		        .sq_head = (uint16_t)t->asq_head,
		        .phase = !(t->acq_tail & t->admin_size),
		};
		const uint64_t at = acq + slot * sizeof k;
		if (nic_dma_write(n, at, &k, sizeof k - 4) || nic_dma_write(n, at + sizeof k - 4, &k.phase, 4)) {
			toe_fatal(n, TOE_FATAL_DMA);
			return;
		}
		t->acq_tail++;
		done++;
		if (status != TOE_OK)
			nic_note(n, "command 0x%02x refused: status %u", c.opcode, status);
	}
	if (done)
		toe_cause(n, TOE_INT_ADMIN);
}

void toe_event_post(struct nic *n, uint16_t type, const uint32_t *data, unsigned words)
{
	struct toe *t = nic_state(n);
	if (t->fatal || !(t->control & TOE_CONTROL_RUN) || !t->evq_size)
		return;
	const uint32_t index = t->evq_tail & (t->evq_size - 1);
	if (((index + 1) & (t->evq_size - 1)) == t->evq_head) {
		t->events_lost++;
		return;
	}
	struct toe_event v = {.type = type,
	                      .lost = (uint16_t)(t->events_lost > 65535 ? 65535 : t->events_lost),
	                      .generation = t->generation,
	                      .phase = !(t->evq_tail & t->evq_size)};
	if (words)
		memcpy(v.data, data, words * 4);
	const uint64_t at = ((uint64_t)t->evq_hi << 32 | t->evq_lo) + index * sizeof v;
	if (nic_dma_write(n, at, &v, sizeof v - 4) || nic_dma_write(n, at + sizeof v - 4, &v.phase, 4)) {
		toe_fatal(n, TOE_FATAL_DMA);
		return;
	}
	t->evq_tail++;
	t->events++;
	t->events_lost = 0;
	toe_cause(n, TOE_INT_EVENT);
}
