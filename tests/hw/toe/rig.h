/*
 * The card on a bench: board.h's machine, a driver's rings and buffers in its memory, and the other end of its cable in our hand (cable.h).
 */
#pragma once
#include "../board.h"
#include "cable.h"
#include "frames.h"
#include "hw/toe/regs.h"
#include <pthread.h>

/* ------------------------------------------------------------------------------------------------------------------ the driver */
#define RIG_ENTRIES  8u /* admin */
#define RIG_ASQ      (BOARD_POOL + 0x0000u)
#define RIG_ACQ      (BOARD_POOL + 0x1000u)
#define RIG_EVQ      (BOARD_POOL + 0x2000u)
#define RIG_BUF      (BOARD_POOL + 0x3000u)
#define RIG_QUEUE(i) (BOARD_POOL + 0x10000u + (i)*0x10000u) /* queue i: rx 0..3, tx 4..7: control, ring at +0x1000, done at +0x8000 */
#define RIG_TX(i)    RIG_QUEUE(4u + (i))
#define RIG_DATA     (BOARD_POOL + 0x100000u)
#define RIG_DATA_END BOARD_RAM
#define RIG_PHYS(o)  (RAM_PHYS_BASE + (o))
#define RIG_RING     256u
static unsigned rig_sq_tail, rig_cq_at;
static uint32_t rig_data; /* next free byte of the data area */
static uint32_t rig_tx_producer[4], rig_rx_producer[4], rig_rx_seen[4];

static inline struct toe_queue_control *rig_control(uint32_t queue)
{
	return (void *)(board_ram + queue);
}
static inline uint32_t rig_alloc(uint32_t bytes)
{
	const uint32_t at = rig_data;
	rig_data += ALIGN_UP_TO(bytes, 64u);
	assert_true(rig_data <= RIG_DATA_END);
	return at;
}
static inline int rig_command(struct toe_command c)
{
	static uint16_t id;
	c.id = ++id;
	memcpy(board_ram + RIG_ASQ + rig_sq_tail * sizeof c, &c, sizeof c);
	rig_sq_tail = (rig_sq_tail + 1) % RIG_ENTRIES;
	board_write(TOE_ASQ_TAIL, rig_sq_tail);
	bus_machine_flush(0);
	const struct toe_completion *k = (const void *)(board_ram + RIG_ACQ + rig_cq_at % RIG_ENTRIES * sizeof *k);
	if ((k->phase & 1) != !(rig_cq_at & RIG_ENTRIES) || k->id != c.id)
		return -1;
	rig_cq_at++;
	return k->status;
}
static inline int rig_with(uint16_t opcode, const void *data, uint32_t bytes, uint32_t param0)
{
	memcpy(board_ram + RIG_BUF, data, bytes);
	return rig_command((struct toe_command){.opcode = opcode, .data = RIG_PHYS(RIG_BUF), .length = bytes, .param = {param0}});
}
static inline int rig_queue(uint32_t type, uint32_t index, uint32_t entries, uint32_t vector)
{
	const uint32_t at = type == TOE_QUEUE_TX ? RIG_TX(index) : RIG_QUEUE(index);
	const struct toe_queue_setup s = {.type = type,
	                                  .index = index,
	                                  .entries = entries,
	                                  .vector = vector,
	                                  .control = RIG_PHYS(at),
	                                  .ring = RIG_PHYS(at + 0x1000),
	                                  .completions = type == TOE_QUEUE_TX ? 0 : RIG_PHYS(at + 0x8000)};
	memset(board_ram + at, 0, 0x1000);
	if (type == TOE_QUEUE_TX)
		rig_tx_producer[index] = 0;
	else
		rig_rx_producer[index] = rig_rx_seen[index] = 0;
	return rig_with(TOE_CMD_QUEUE_CREATE, &s, sizeof s, 0);
}
static inline void rig_rings(void)
{
	memset(board_ram + RIG_ASQ, 0, 0x3000);
	board_write(TOE_ASQ_LO, (uint32_t)RIG_PHYS(RIG_ASQ));
	board_write(TOE_ASQ_HI, RIG_PHYS(RIG_ASQ) >> 32);
	board_write(TOE_ACQ_LO, (uint32_t)RIG_PHYS(RIG_ACQ));
	board_write(TOE_ACQ_HI, RIG_PHYS(RIG_ACQ) >> 32);
	board_write(TOE_ADMIN_SIZE, RIG_ENTRIES);
	board_write(TOE_EVQ_LO, (uint32_t)RIG_PHYS(RIG_EVQ));
	board_write(TOE_EVQ_HI, RIG_PHYS(RIG_EVQ) >> 32);
	board_write(TOE_EVQ_SIZE, RIG_ENTRIES);
	board_write(TOE_INT_ENABLE, TOE_INT_ADMIN | TOE_INT_EVENT | TOE_INT_FATAL | TOE_INT_QUEUE);
	board_write(TOE_CONTROL, TOE_CONTROL_RUN);
	rig_sq_tail = rig_cq_at = 0;
	rig_data = RIG_DATA;
}
static inline int rig_offloads(uint32_t csum, uint32_t seg)
{
	const struct toe_offloads o = {.csum = csum, .seg = seg};
	return rig_with(TOE_CMD_SET_OFFLOADS, &o, sizeof o, 0);
}
#define RIG_CSUM_ALL (TOE_CSUM_ALL | TOE_CSUM_ALL << TOE_CSUM_RX_SHIFT)
#define RIG_SEG_ALL  (TOE_SEG_LSO4 | TOE_SEG_LSO6 | TOE_SEG_USO4 | TOE_SEG_USO6 | TOE_SEG_USO_SHORT | TOE_SEG_RSC4 | TOE_SEG_RSC6)

/* A card that runs, with queue pairs 0 .. queues-1 (messages 1 ..), filter directed and broadcast, no offload on. */
static inline struct nic *rig_up_flags(const char *spec, unsigned queues, bool gso, uint32_t flags)
{
	cable.fd = eventfd(0, EFD_NONBLOCK);
	cable.gso = gso;
	cable.full = 0;
	memset(&cable.in, 0, sizeof cable.in);
	memset(&cable.out, 0, sizeof cable.out);
	board_wire = &cable;
	struct nic *n = board_up(spec, flags);
	const unsigned vectors = nic_identity(n)->msix_vectors;
	bus_machine_start(0, vectors);
	rig_rings();
	for (unsigned i = 0; i < queues; i++) {
		assert_int_equal(rig_queue(TOE_QUEUE_TX, i, RIG_RING, vectors > 1 ? 1 + i % (vectors - 1) : 0), TOE_OK);
		assert_int_equal(rig_queue(TOE_QUEUE_RX, i, RIG_RING, vectors > 1 ? 1 + i % (vectors - 1) : 0), TOE_OK);
	}
	assert_int_equal(
	        rig_command((struct toe_command){.opcode = TOE_CMD_SET_FILTER, .param = {TOE_FILTER_DIRECTED | TOE_FILTER_BROADCAST}}),
	        TOE_OK);
	return n;
}
static inline struct nic *rig_up(const char *spec, unsigned queues, bool gso)
{
	return rig_up_flags(spec, queues, gso, 0);
}

/* Puts descriptors into transmit queue q and rings as the manual says. */
static inline void rig_post(unsigned q, const struct toe_tx_desc *d, unsigned count)
{
	struct toe_queue_control *c = rig_control(RIG_TX(q));
	struct toe_tx_desc *ring = (void *)(board_ram + RIG_TX(q) + 0x1000);
	const uint32_t old = rig_tx_producer[q];
	for (unsigned i = 0; i < count; i++)
		ring[(old + i) % RIG_RING] = d[i];
	rig_tx_producer[q] = old + count;
	__atomic_store_n(&c->producer, old + count, __ATOMIC_SEQ_CST);
	const uint32_t event = __atomic_load_n(&c->doorbell_event, __ATOMIC_SEQ_CST);
	if (old + count - event - 1 < count)
		board_write(TOE_DOORBELLS + 256 * q + TOE_DOORBELL_TX, 0);
}
/* One packet, cut into pieces of `piece` bytes (0: one piece). */
static inline void rig_send_pieces(unsigned q, struct toe_tx_desc like, const void *frame, uint32_t bytes, uint32_t piece)
{
	struct toe_tx_desc d[TOE_TX_PIECES];
	const uint32_t at = rig_alloc(bytes);
	unsigned count = 0;
	memcpy(board_ram + at, frame, bytes);
	for (uint32_t off = 0; off < bytes; count++) {
		const uint32_t part = piece && piece < bytes - off ? piece : bytes - off < 65536 ? bytes - off : 65536;
		d[count] = count ? (struct toe_tx_desc){0} : like;
		d[count].address = RIG_PHYS(at + off);
		d[count].length = part;
		d[count].flags = (uint16_t)(d[count].flags | (count == 0 ? TOE_TX_FIRST : 0));
		off += part;
	}
	d[count - 1].flags |= TOE_TX_LAST;
	rig_post(q, d, count);
}
static inline void rig_send(unsigned q, struct toe_tx_desc like, const void *frame, uint32_t bytes)
{
	rig_send_pieces(q, like, frame, bytes, 0);
}
static inline bool rig_tx_done(unsigned q)
{
	for (unsigned i = 0; i < 10000; i++) {
		if (__atomic_load_n(&rig_control(RIG_TX(q))->consumer, __ATOMIC_ACQUIRE) == rig_tx_producer[q])
			return true;
		usleep(100);
	}
	return false;
}

/* Posts `count` buffers; the id is the RAM offset. */
static inline void rig_buffers(unsigned q, unsigned count, uint32_t bytes)
{
	struct toe_queue_control *c = rig_control(RIG_QUEUE(q));
	struct toe_rx_buffer *ring = (void *)(board_ram + RIG_QUEUE(q) + 0x1000);
	const uint32_t old = rig_rx_producer[q];
	for (unsigned i = 0; i < count; i++) {
		const uint32_t at = rig_alloc(bytes);
		ring[(old + i) % RIG_RING] = (struct toe_rx_buffer){RIG_PHYS(at), bytes, at};
	}
	rig_rx_producer[q] = old + count;
	__atomic_store_n(&c->producer, old + count, __ATOMIC_SEQ_CST);
	const uint32_t event = __atomic_load_n(&c->doorbell_event, __ATOMIC_SEQ_CST);
	if (old + count - event - 1 < count)
		board_write(TOE_DOORBELLS + 256 * q + TOE_DOORBELL_RX, 0);
}
/* The next frame of receive queue q, put together; the completion of its last buffer. False: none within ms. */
static inline bool rig_received_within(unsigned q, struct toe_rx_done *last, uint8_t *frame, unsigned ms)
{
	struct toe_queue_control *c = rig_control(RIG_QUEUE(q));
	const struct toe_rx_done *done = (const void *)(board_ram + RIG_QUEUE(q) + 0x8000);
	uint32_t at = 0;
	for (unsigned i = 0; i <= ms * 10; i++) {
		while (__atomic_load_n(&c->completed, __ATOMIC_ACQUIRE) != rig_rx_seen[q]) {
			*last = done[rig_rx_seen[q]++ % RIG_RING];
			if (!!(last->flags & TOE_RX_FIRST) != (at == 0))
				fail_msg("a frame that begins in its middle, or never ends");
			memcpy(frame + at, board_ram + last->id, last->length);
			at += last->length;
			__atomic_store_n(&c->seen, rig_rx_seen[q], __ATOMIC_RELEASE);
			if (last->flags & TOE_RX_LAST) {
				assert_int_equal(at, last->frame_length);
				return true;
			}
		}
		usleep(100);
	}
	return false;
}
#define rig_received(q, last, frame) rig_received_within(q, last, frame, 1000)

static inline struct toe_statistics rig_statistics(void)
{
	struct toe_statistics s;
	assert_int_equal(rig_command((struct toe_command){.opcode = TOE_CMD_GET_STATISTICS, .data = RIG_PHYS(RIG_BUF), .length = sizeof s}),
	                 TOE_OK);
	memcpy(&s, board_ram + RIG_BUF, sizeof s);
	return s;
}
