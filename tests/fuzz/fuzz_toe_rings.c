/*
 * Fuzzes the reference NIC from below and from the side: a driver that writes any register, ring, control block and header, and a cable
 * that brings any frame. The card runs as in the lab, on its own thread, in serial mode so that an input does the same every time.
 *
 * An input is a sequence of 16-byte operations. Most addresses fall into the machine's memory, so that the card gets far; some don't. What
 * must never happen: an access outside (ASan, and a page without access behind RAM), a change of memory below the pool, a hang.
 */
#include "bus/bus.h"
#include "hw/nic.h"
#include "hw/toe/regs.h"
#include "wire/wire.h"
#include <linux/virtio_net.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define RAM      (2u << 20)
#define BUS_AT   0x10000u
#define POOL     0x40000u
#define PHYS(o)  (RAM_PHYS_BASE + (o))
#define ASQ      POOL
#define ACQ      (POOL + 0x1000)
#define EVQ      (POOL + 0x2000)
#define BUF      (POOL + 0x3000)
#define QUEUE(i) (POOL + 0x10000 + (i)*0x8000u) /* 0, 1 transmit, 2, 3 receive: control, +0x1000 ring, +0x4000 completions */
#define DATA     (POOL + 0x40000)
#define ENTRIES  64u
#define OPS      400u

struct op {
	uint8_t kind, a;
	uint16_t b;
	uint32_t c;
	uint64_t d;
};

/* ---- the cable */
struct wire {
	int fd;
	bool gso;
	pthread_mutex_t lock;
	unsigned frames;
	struct {
		struct frame_info info;
		uint32_t bytes;
		uint8_t data[FRAME_MAX];
	} in[4];
	volatile uint32_t sum;
};
static struct wire cable = {.lock = PTHREAD_MUTEX_INITIALIZER};
int wire_send(struct wire *w, const struct frame_info *info, const struct iovec *iov, unsigned n)
{
	uint32_t sum = 0, bytes = 0;
	for (unsigned i = 0; i < n; i++) {
		for (size_t k = 0; k < iov[i].iov_len; k++)
			sum += ((const uint8_t *)iov[i].iov_base)[k];
		bytes += (uint32_t)iov[i].iov_len;
	}
	w->sum += sum + info->gso_size;
	if (bytes > FRAME_MAX)
		abort();
	if ((info->flags & VIRTIO_NET_HDR_F_NEEDS_CSUM) && info->csum_start + info->csum_offset + 2u > bytes)
		abort();
	return bytes % 97 == 0 ? -EMSGSIZE : 0;
}
ssize_t wire_receive(struct wire *w, struct frame_info *info, const struct iovec *iov, unsigned n)
{
	ssize_t r = 0;
	pthread_mutex_lock(&w->lock);
	if (w->frames) {
		w->frames--;
		const uint8_t *from = w->in[w->frames].data;
		uint32_t left = w->in[w->frames].bytes;
		*info = w->in[w->frames].info;
		r = left;
		for (unsigned i = 0; i < n && left; i++) {
			const size_t part = iov[i].iov_len < left ? iov[i].iov_len : left;
			memcpy(iov[i].iov_base, from, part);
			from += part;
			left -= (uint32_t)part;
		}
		if (left)
			r = -EMSGSIZE;
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
	(void)w;
	return UINT64_MAX;
}
bool wire_carries_gso(const struct wire *w)
{
	return w->gso;
}
json_t *wire_show(struct wire *w)
{
	(void)w;
	return json_object();
}
void wire_close(struct wire *w)
{
	(void)w;
}

/* ---- the machine */
static uint8_t *ram, low_before[BUS_AT];
static struct nic *nic;
static int kick, irqs[BUS_VECTORS];
static int get_kick(unsigned n)
{
	(void)n;
	return kick;
}
static int get_irq(unsigned n, unsigned v)
{
	(void)n;
	return irqs[v];
}
static void finding(void *ctx, struct nic *n, const char *klass, const char *text)
{
	(void)ctx;
	(void)n;
	(void)klass;
	(void)text;
}
static void reg(uint32_t offset, uint32_t v)
{
	uint64_t x = v;
	bus_machine_access(0, 0, offset, true, 4, &x);
}

static void start(void)
{
	struct err e = {0};
	ram = mmap(NULL, RAM + 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (ram == MAP_FAILED || mprotect(ram, RAM, PROT_READ | PROT_WRITE))
		abort();
	struct ram_header *h = (void *)ram;
	h->magic = RAM_MAGIC;
	h->ram_size = RAM;
	h->nics = 1;
	h->flags = RAM_SERIAL;
	h->bus[0] = BUS_AT;
	h->pool_start = POOL;
	kick = eventfd(0, EFD_NONBLOCK);
	cable.fd = eventfd(0, EFD_NONBLOCK);
	for (unsigned v = 0; v < BUS_VECTORS; v++)
		irqs[v] = eventfd(0, EFD_NONBLOCK);
	const struct bus_machine_fds fds = {get_kick, get_irq};
	const struct nic_attach a = {
	        .ram = ram, .ram_size = RAM, .bus_offset = BUS_AT, .kick_fd = kick, .irq_fd = irqs, .serial = true, .finding = finding};
	if (nic_create("toe,queues=2", "toe0", &nic, &e))
		abort();
	nic_plug(nic, &cable);
	if (nic_attach(nic, &a, &e) || bus_machine_init(ram, &fds, &e))
		abort();
	memcpy(low_before, ram, BUS_AT);
}

static unsigned sq_tail;
static void command(struct toe_command c)
{
	memcpy(ram + ASQ + sq_tail % 16 * sizeof c, &c, sizeof c);
	sq_tail++;
	reg(TOE_ASQ_TAIL, sq_tail % 16);
}
static void with(uint16_t opcode, const void *data, uint32_t bytes)
{
	memcpy(ram + BUF, data, bytes);
	command((struct toe_command){.opcode = opcode, .data = PHYS(BUF), .length = bytes});
}
static void queue(uint32_t type, uint32_t index)
{
	const uint32_t at = QUEUE(type * 2 + index);
	const struct toe_queue_setup s = {.type = type,
	                                  .index = index,
	                                  .entries = ENTRIES,
	                                  .vector = 1,
	                                  .ring = PHYS(at + 0x1000),
	                                  .completions = type ? PHYS(at + 0x4000) : 0,
	                                  .control = PHYS(at)};
	memset(ram + at, 0, 128);
	with(TOE_CMD_QUEUE_CREATE, &s, sizeof s);
}
static void good_card(void)
{
	bus_machine_reset(0);
	bus_machine_start(0, 4);
	memset(ram + POOL, 0, 0x3000);
	reg(TOE_CONTROL, TOE_CONTROL_RESET);
	reg(TOE_ASQ_LO, (uint32_t)PHYS(ASQ));
	reg(TOE_ASQ_HI, PHYS(ASQ) >> 32);
	reg(TOE_ACQ_LO, (uint32_t)PHYS(ACQ));
	reg(TOE_ACQ_HI, PHYS(ACQ) >> 32);
	reg(TOE_ADMIN_SIZE, 16);
	reg(TOE_EVQ_LO, (uint32_t)PHYS(EVQ));
	reg(TOE_EVQ_HI, PHYS(EVQ) >> 32);
	reg(TOE_EVQ_SIZE, 16);
	reg(TOE_INT_ENABLE, 15);
	reg(TOE_CONTROL, TOE_CONTROL_RUN);
	sq_tail = 0;
	const struct toe_offloads o = {.csum = 0x00ff00ff, .seg = 0x31f};
	with(TOE_CMD_SET_OFFLOADS, &o, sizeof o);
	struct toe_rss r = {.enable = 1, .hash_type = 15, .entries = 4, .table = {0, 1, 0, 1}};
	memset(r.key, 0x6d, sizeof r.key);
	with(TOE_CMD_SET_RSS, &r, sizeof r);
	command((struct toe_command){.opcode = TOE_CMD_SET_FILTER, .param = {TOE_FILTER_PROMISCUOUS}});
	for (unsigned i = 0; i < 2; i++) {
		queue(TOE_QUEUE_TX, i);
		queue(TOE_QUEUE_RX, i);
	}
}

/* A TCP or UDP frame that is nearly right. */
static uint32_t frame(uint8_t *f, const struct op *o)
{
	const bool ip6 = o->a & 1, tcp = o->a & 2, tag = o->a & 4;
	const uint32_t payload = o->a & 8 ? o->b : o->b % 1500, l3 = tag ? 18 : 14, l4 = l3 + (ip6 ? 40 : 20), header = l4 + (tcp ? 20 : 8);
	memset(f, 0, 128);
	f[12] = tag ? 0x81 : ip6 ? 0x86 : 0x08;
	f[13] = tag ? 0 : ip6 ? 0xdd : 0;
	if (tag) {
		f[16] = ip6 ? 0x86 : 0x08;
		f[17] = ip6 ? 0xdd : 0;
	}
	const uint32_t length = header + payload - l3 - (ip6 ? 40 : 0);
	f[l3] = ip6 ? 0x60 : 0x45;
	f[l3 + (ip6 ? 4 : 2)] = (uint8_t)(length >> 8);
	f[l3 + (ip6 ? 5 : 3)] = (uint8_t)length;
	f[l3 + (ip6 ? 6 : 9)] = tcp ? 6 : 17;
	f[l4 + 3] = o->a >> 6;
	if (tcp) {
		f[l4 + 6] = (uint8_t)(o->c >> 24);
		f[l4 + 12] = 0x50;
		f[l4 + 13] = 0x10;
	}
	memset(f + header, (uint8_t)o->c, payload < FRAME_MAX - 200 ? payload : FRAME_MAX - 200);
	for (unsigned i = 0; i < 2; i++) /* and two bytes that are not */
		f[(o->d >> (i * 16)) % 90] ^= (uint8_t)(o->d >> (32 + i * 8));
	return header + (payload < FRAME_MAX - 200 ? payload : FRAME_MAX - 200);
}

static uint64_t place(uint64_t d)
{
	return d >> 60 ? d : PHYS(DATA) + d % (RAM - DATA);
}

static void carry_out(const struct op *o)
{
	static const uint16_t registers[] = {TOE_CONTROL,  TOE_INT_CAUSE, TOE_INT_ENABLE, TOE_ASQ_LO, TOE_ASQ_HI, TOE_ADMIN_SIZE,
	                                     TOE_EVQ_SIZE, TOE_ASQ_TAIL,  TOE_EVQ_HEAD,   0x4000,     0x4080,     0x4100,
	                                     0x4180,       0x4200,        0x4f00,         0x4fff,     0x8000};
	static const char *const bugs[] = {"none",    "csum-v4",   "csum-v6",    "lso-mss",  "lso-ipid",
	                                   "uso-len", "rsc-merge", "vlan-strip", "rss-queue"};
	const unsigned q = o->a & 1;
	struct toe_tx_desc *tx = (void *)(ram + QUEUE(q) + 0x1000);
	struct toe_rx_buffer *rx = (void *)(ram + QUEUE(2 + q) + 0x1000);
	struct toe_queue_control *c = (void *)(ram + QUEUE(o->a & 3));
	switch (o->kind % 14) {
	case 0:
		reg(registers[o->a % ARRAY_LEN(registers)], o->c);
		break;
	case 1:
		tx[o->b % ENTRIES].address = place(o->d);
		tx[o->b % ENTRIES].length = o->c % 17 ? o->c % 65536 : o->c;
		break;
	case 2:
		tx[o->b % ENTRIES].flags = (uint16_t)(o->c & 0x1ff);
		tx[o->b % ENTRIES].mss = (uint16_t)o->d;
		tx[o->b % ENTRIES].l3 = (uint16_t)(o->d >> 16 & 127);
		tx[o->b % ENTRIES].l4 = (uint16_t)(o->d >> 32 & 127);
		tx[o->b % ENTRIES].header = (uint16_t)(o->d >> 48);
		break;
	case 3:
		c->producer += o->b % 16 ? o->b % 8 : o->c;
		reg(TOE_DOORBELLS + 256 * q + (o->a & 2 ? TOE_DOORBELL_RX : TOE_DOORBELL_TX), 0);
		break;
	case 4:
		rx[o->b % ENTRIES] = (struct toe_rx_buffer){place(o->d), o->c % 17 ? 256 + o->c % 65281 : o->c, o->c};
		break;
	case 5:
		((struct toe_queue_control *)(ram + QUEUE(2 + q)))->producer += o->b % 16 ? o->b % 8 : o->c;
		break;
	case 6:
		c->seen = o->b % 8 ? c->completed : o->c;
		c->interrupt_event = o->c;
		break;
	case 7:
	case 8: {
		pthread_mutex_lock(&cable.lock);
		if (cable.frames < 4) {
			struct frame_info *i = &cable.in[cable.frames].info;
			*i = (struct frame_info){.flags = o->a >> 4 & 3, .csum_start = (uint16_t)(o->c % 80), .csum_offset = 16};
			if (o->kind % 14 == 8) {
				i->gso_type = (uint8_t)(o->c % 6);
				i->gso_size = (uint16_t)(o->c >> 8);
				i->has_vlan = o->c >> 24 & 1;
			}
			cable.in[cable.frames].bytes = o->c % 31 ? frame(cable.in[cable.frames].data, o) : o->b;
			cable.frames++;
		}
		pthread_mutex_unlock(&cable.lock);
		nic_drain(nic);
		nic_drain(nic);
		break;
	}
	case 9: { /* a frame of the driver's, a descriptor for all of it */
		const uint64_t at = DATA + o->d % 0x8000;
		struct toe_tx_desc *t = &tx[o->b % ENTRIES];
		t->address = PHYS(at);
		t->length = frame(ram + at, o);
		t->flags = (uint16_t)(3 | (o->c & 0x1fc));
		t->l3 = 14;
		t->l4 = o->a & 1 ? 54 : 34;
		t->header = (uint16_t)(t->l4 + (o->a & 2 ? 20 : 8));
		t->mss = (uint16_t)(o->c >> 16);
		break;
	}
	case 10:
		command((struct toe_command){
		        .opcode = (uint16_t)(o->a % 0x14), .length = o->b, .data = place(o->d), .param = {o->c, o->a, o->b}});
		break;
	case 11:
		memcpy(ram + POOL + o->c % (RAM - POOL - 8), &o->d, 8);
		break;
	case 12:
		cable.gso = o->a & 1;
		nic_set(nic, "bug", bugs[o->b % ARRAY_LEN(bugs)], NULL);
		break;
	default:
		if (o->a % 8 == 0)
			good_card();
		else if (o->a % 8 == 1)
			bus_machine_config(0, true, 4, (uint8_t *)(uintptr_t)&o->d, 2);
		break;
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (!nic)
		start();
	cable.gso = size & 16;
	cable.frames = 0;
	good_card();
	for (unsigned i = 0; i < OPS && (i + 1) * sizeof(struct op) <= size; i++) {
		struct op o;
		memcpy(&o, data + i * sizeof o, sizeof o);
		carry_out(&o);
	}
	nic_drain(nic);
	nic_drain(nic);
	if (memcmp(low_before, ram, BUS_AT))
		abort();
	return 0;
}
