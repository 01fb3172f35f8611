/*
 * The card on a bench: board.h's machine, a driver's rings and buffers in its memory, and the other end of its cable in our hand. The cable
 * takes the place of src/wire in these programs (the linker finds these functions first): frames are put in and looked at one by one, with
 * or without super-frames.
 */
#pragma once
#include "../board.h"
#include "hw/toe/regs.h"
#include "wire/wire.h"
#include <linux/virtio_net.h>
#include <pthread.h>

/* ------------------------------------------------------------------------------------------------------------------- the cable */
#define CABLE_FRAMES 256u
struct cable_frame {
	struct frame_info info;
	uint32_t bytes;
	uint8_t *data;
};
struct cable_fifo {
	struct cable_frame f[CABLE_FRAMES];
	unsigned head, tail;
};
struct wire {
	pthread_mutex_t lock;
	int fd; /* eventfd, readable while `in` holds a frame */
	bool gso;
	unsigned full; /* so many sends find no room */
	struct cable_fifo in, out;
};
static struct wire cable = {.lock = PTHREAD_MUTEX_INITIALIZER};

static inline void cable_put(struct cable_fifo *q, const struct frame_info *info, const void *data, uint32_t bytes)
{
	struct cable_frame *f = &q->f[q->head % CABLE_FRAMES];
	assert_true(q->head - q->tail < CABLE_FRAMES);
	f->info = info ? *info : (struct frame_info){0};
	f->bytes = bytes;
	f->data = malloc(bytes ? bytes : 1);
	memcpy(f->data, data, bytes);
	q->head++;
}
int wire_send(struct wire *w, const struct frame_info *info, const struct iovec *iov, unsigned n)
{
	static uint8_t whole[1 << 20];
	uint32_t bytes = 0;
	int r = 0;
	pthread_mutex_lock(&w->lock);
	for (unsigned i = 0; i < n; i++) {
		assert_true(bytes + iov[i].iov_len <= sizeof whole);
		memcpy(whole + bytes, iov[i].iov_base, iov[i].iov_len);
		bytes += (uint32_t)iov[i].iov_len;
	}
	if (w->full) {
		w->full--;
		r = -EAGAIN;
	} else {
		cable_put(&w->out, info, whole, bytes);
	}
	pthread_mutex_unlock(&w->lock);
	return r;
}
ssize_t wire_receive(struct wire *w, struct frame_info *info, const struct iovec *iov, unsigned n)
{
	ssize_t r = 0;
	uint64_t count;
	pthread_mutex_lock(&w->lock);
	if (w->in.tail != w->in.head) {
		struct cable_frame *f = &w->in.f[w->in.tail++ % CABLE_FRAMES];
		uint32_t at = 0;
		for (unsigned i = 0; i < n && at < f->bytes; i++) {
			const uint32_t part = iov[i].iov_len < f->bytes - at ? (uint32_t)iov[i].iov_len : f->bytes - at;
			memcpy(iov[i].iov_base, f->data + at, part);
			at += part;
		}
		r = at == f->bytes ? (ssize_t)at : -EMSGSIZE;
		*info = f->info;
		free(f->data);
	} else if (read(w->fd, &count, sizeof count) < 0) {
		r = 0;
	}
	pthread_mutex_unlock(&w->lock);
	return r;
}
int wire_fd(const struct wire *w)
{
	return w->fd;
}
uint64_t wire_next_ns(struct wire *w)
{
	return w->full ? clock_mono_ns() + 100000 : UINT64_MAX;
}
bool wire_carries_gso(const struct wire *w)
{
	return w->gso;
}
json_t *wire_show(struct wire *w)
{
	return json_pack("{s:s,s:b}", "kind", "hand", "gso", w->gso);
}
void wire_close(struct wire *w)
{
	for (; w->in.tail != w->in.head; w->in.tail++)
		free(w->in.f[w->in.tail % CABLE_FRAMES].data);
	for (; w->out.tail != w->out.head; w->out.tail++)
		free(w->out.f[w->out.tail % CABLE_FRAMES].data);
	close(w->fd);
}

/* Frames that arrive together: between cable_hold() and cable_go() the card does not look. */
static inline void cable_hold(void)
{
	pthread_mutex_lock(&cable.lock);
}
static inline void cable_add(const struct frame_info *info, const void *data, uint32_t bytes)
{
	cable_put(&cable.in, info, data, bytes);
}
static inline void cable_go(void)
{
	const uint64_t one = 1;
	pthread_mutex_unlock(&cable.lock);
	assert_int_equal(write(cable.fd, &one, sizeof one), sizeof one);
}
static inline void cable_in(const struct frame_info *info, const void *data, uint32_t bytes)
{
	cable_hold();
	cable_add(info, data, bytes);
	cable_go();
}
/* The next frame the card sent; waits up to a second. The caller frees data. */
static inline bool cable_out_within(struct cable_frame *f, unsigned ms)
{
	for (unsigned i = 0; i <= ms * 10; i++) {
		pthread_mutex_lock(&cable.lock);
		const bool have = cable.out.tail != cable.out.head;
		if (have)
			*f = cable.out.f[cable.out.tail++ % CABLE_FRAMES];
		pthread_mutex_unlock(&cable.lock);
		if (have)
			return true;
		usleep(100);
	}
	return false;
}
#define cable_out(f) cable_out_within(f, 1000)

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
static const uint8_t rig_mac[6] = {0x02, 0xf1, 0xe0, 0x70, 0x31, 0x00};

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

/* ------------------------------------------------------------------------------------------------------------------ frames */
static inline void put16(uint8_t *p, unsigned v)
{
	p[0] = (uint8_t)(v >> 8);
	p[1] = (uint8_t)v;
}
static inline void put32(uint8_t *p, uint32_t v)
{
	put16(p, v >> 16);
	put16(p + 2, v & 0xffff);
}
static inline unsigned get16(const uint8_t *p)
{
	return (unsigned)p[0] << 8 | p[1];
}
static inline uint32_t get32(const uint8_t *p)
{
	return (uint32_t)get16(p) << 16 | get16(p + 2);
}
/* RFC 1071, slowly: what the card's sums are held against. */
static inline uint32_t sum16(uint32_t sum, const uint8_t *p, uint32_t bytes)
{
	for (uint32_t i = 0; i < bytes; i++)
		sum += i % 2 ? p[i] : (uint32_t)p[i] << 8, sum = (sum & 0xffff) + (sum >> 16);
	return sum;
}
struct shape {
	unsigned ip;    /* 4, 6 */
	unsigned proto; /* 6, 17 */
	uint32_t payload;
	uint32_t seq, ack;
	unsigned flags, window, id;
	unsigned ip_options, tcp_options; /* bytes, multiples of 4 */
	unsigned vlan;                    /* tag in the frame, 0 none */
	unsigned port;                    /* source */
	unsigned ecn, ttl;
};
enum { SUM_REAL, SUM_PARTIAL, SUM_PARTIAL_NO_LENGTH, SUM_WRONG };
static inline uint32_t pseudo(const uint8_t *ip, unsigned version, unsigned proto, uint32_t l4_bytes)
{
	uint32_t s = version == 4 ? sum16(0, ip + 12, 8) : sum16(0, ip + 8, 32);
	s += proto + (l4_bytes & 0xffff) + (l4_bytes >> 16);
	return (s & 0xffff) + (s >> 16);
}
struct made {
	uint32_t bytes, l3, l4, header;
	uint8_t data[70000];
};
/* A TCP or UDP frame to the card (dst rig_mac), payload a pattern that depends on seq. */
static inline void make_frame(struct made *m, struct shape s, int sum)
{
	uint8_t *f = m->data;
	memset(f, 0, 256);
	memcpy(f, rig_mac, 6);
	memcpy(f + 6, "\x02\xaa\xbb\xcc\xdd\xee", 6);
	m->l3 = s.vlan ? 18 : 14;
	if (s.vlan) {
		put16(f + 12, 0x8100);
		put16(f + 14, s.vlan);
	}
	put16(f + m->l3 - 2, s.ip == 4 ? 0x0800 : 0x86dd);
	uint8_t *ip = f + m->l3;
	m->l4 = m->l3 + (s.ip == 4 ? 20 + s.ip_options : 40);
	m->header = m->l4 + (s.proto == 6 ? 20 + s.tcp_options : 8);
	const uint32_t l4_bytes = m->header - m->l4 + s.payload;
	m->bytes = m->header + s.payload;
	if (s.ip == 4) {
		ip[0] = (uint8_t)(0x45 + s.ip_options / 4);
		ip[1] = (uint8_t)s.ecn;
		put16(ip + 2, (m->bytes - m->l3) & 0xffff);
		put16(ip + 4, s.id);
		put16(ip + 6, 0x4000);
		ip[8] = (uint8_t)(s.ttl ? s.ttl : 64);
		ip[9] = (uint8_t)s.proto;
		put32(ip + 12, 0x0a4d0002);
		put32(ip + 16, 0x0a4d0001);
		for (unsigned i = 0; i < s.ip_options; i++)
			ip[20 + i] = 1;
		put16(ip + 10, ~sum16(0, ip, 20 + s.ip_options) & 0xffff);
	} else {
		put32(ip, 0x60000000 | s.ecn << 20);
		put16(ip + 4, l4_bytes & 0xffff);
		ip[6] = (uint8_t)s.proto;
		ip[7] = (uint8_t)(s.ttl ? s.ttl : 64);
		memcpy(ip + 8, "\xfd\x00\x00\x4d\0\0\0\0\0\0\0\0\0\0\0\x02", 16);
		memcpy(ip + 24, "\xfd\x00\x00\x4d\0\0\0\0\0\0\0\0\0\0\0\x01", 16);
	}
	uint8_t *l4 = f + m->l4;
	put16(l4, s.port ? s.port : 5001);
	put16(l4 + 2, 80);
	if (s.proto == 6) {
		put32(l4 + 4, s.seq);
		put32(l4 + 8, s.ack);
		l4[12] = (uint8_t)((20 + s.tcp_options) / 4 << 4);
		l4[13] = (uint8_t)(s.flags ? s.flags : 0x10);
		put16(l4 + 14, s.window ? s.window : 1000);
		if (s.tcp_options == 12) {
			memcpy(l4 + 20, "\x01\x01\x08\x0a", 4); /* timestamps */
			put32(l4 + 24, s.seq / 1000);
			put32(l4 + 28, 77);
		} else {
			for (unsigned i = 0; i < s.tcp_options; i++)
				l4[20 + i] = 1;
		}
	} else {
		put16(l4 + 4, l4_bytes & 0xffff);
	}
	for (uint32_t i = 0; i < s.payload; i++)
		f[m->header + i] = (uint8_t)((s.seq + i) * 2654435761u >> 24);
	uint8_t *field = l4 + (s.proto == 6 ? 16 : 6);
	const uint32_t part = pseudo(ip, s.ip, s.proto, sum == SUM_PARTIAL_NO_LENGTH ? 0 : l4_bytes);
	if (sum == SUM_PARTIAL || sum == SUM_PARTIAL_NO_LENGTH)
		put16(field, part);
	else
		put16(field, (~sum16(part, l4, l4_bytes) & 0xffff) ^ (sum == SUM_WRONG ? 0x0100 : 0));
}
/* Is everything summed right in this frame, as a cable carries it? */
static inline void check_sums(const uint8_t *f, uint32_t bytes)
{
	const uint32_t l3 = get16(f + 12) == 0x8100 ? 18 : 14;
	const uint8_t *ip = f + l3;
	const unsigned version = ip[0] >> 4;
	const uint32_t l4 = l3 + (version == 4 ? (ip[0] & 15u) * 4 : 40);
	const unsigned proto = version == 4 ? ip[9] : ip[6];
	const uint32_t end = version == 4 ? l3 + get16(ip + 2) : l3 + 40 + get16(ip + 4);
	assert_int_equal(end, bytes);
	if (version == 4)
		assert_int_equal(sum16(0, ip, l4 - l3), 0xffff);
	assert_int_equal(sum16(pseudo(ip, version, proto, end - l4), f + l4, end - l4), 0xffff);
}
