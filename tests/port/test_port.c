/* Both ends of a port in one process: order and wrap, the limits of each ring, what a hostile machine writes, and that no wake-up is lost.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include <poll.h>
#include <pthread.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <unistd.h>
#include "port/port.h"

#define RAM_SIZE (48u << 20)
#define PORT_AT  (2u * RAM_PAGE)
#define DATA_AT  (RAM_SIZE - (1u << 20))

static struct ram_header *ram;
static struct port_lab lab;
static struct port_machine machine;

static int setup(void **state)
{
	(void)state;
	if (ram)
		munmap(ram, RAM_SIZE);
	ram = mmap((void *)NT_RAM_BASE, RAM_SIZE, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
	assert_ptr_not_equal(ram, MAP_FAILED);
	ram->ram_size = RAM_SIZE;
	ram->port[0] = PORT_AT;
	const int kick = eventfd(0, EFD_NONBLOCK), wake = eventfd(0, EFD_NONBLOCK);
	assert_int_equal(dup2(kick, MACHINE_FD_PORT), MACHINE_FD_PORT);
	assert_int_equal(dup2(wake, MACHINE_FD_PORT_LAB), MACHINE_FD_PORT_LAB);
	close(kick);
	close(wake);
	port_lab_init(&lab, ram, RAM_SIZE, PORT_AT, 2, MACHINE_FD_PORT, MACHINE_FD_PORT_LAB);
	port_machine_init(&machine, 0);
	assert_non_null(machine.shared);
	assert_int_equal(machine.queues, 2);
	return 0;
}

static void none(void **state)
{
	struct port_machine m;
	(void)state;
	port_machine_init(&m, 1); /* has none */
	assert_null(m.shared);
	port_machine_init(&m, FLUE_NICS);
	assert_null(m.shared);
	ram->port[1] = RAM_SIZE - RAM_PAGE; /* doesn't fit */
	port_machine_init(&m, 1);
	assert_null(m.shared);
	ram->port[1] = 0;
}

/* Linux to machine and back, round the ring more than once, slots coming back in another order. */
static void transmit(void **state)
{
	(void)state;
	uint32_t sent = 0, seen = 0, slots[PORT_SLOTS];
	struct port_frame f;
	for (unsigned round = 0; round < 100; round++) {
		unsigned n = 0, slot;
		uint32_t *m;
		while ((m = port_lab_slot(&lab, 1, &slot))) {
			struct frame_info info = {.gso_size = (uint16_t)sent};
			*m = sent;
			assert_int_equal(port_lab_tx(&lab, 1, slot, 4, &info), 0);
			sent++;
			n++;
		}
		assert_int_equal(n, PORT_SLOTS);
		assert_int_equal(port_machine_tx(&machine, 0, &f), 0);
		for (n = 0; port_machine_tx(&machine, 1, &f); n++) {
			assert_int_equal(f.bytes, 4);
			assert_int_equal(f.info.gso_size, (uint16_t)seen);
			assert_int_equal(*(uint32_t *)((char *)ram + f.piece[0].offset), seen);
			slots[n] = f.cookie;
			seen++;
		}
		assert_int_equal(n, PORT_SLOTS);
		assert_null(port_lab_slot(&lab, 1, &slot));
		while (n--)
			port_machine_tx_done(&machine, 1, slots[n]);
	}
	unsigned slot;
	void *one = port_lab_slot(&lab, 0, &slot);
	assert_non_null(one);
	port_lab_unslot(&lab, 0, slot);
	assert_ptr_equal(port_lab_slot(&lab, 0, &slot), one); /* the warmest first */
}

static int push(unsigned queue, unsigned pieces, uint32_t cookie)
{
	struct port_piece piece[PORT_PIECES];
	struct port_frame f = {.cookie = cookie, .pieces = (uint16_t)pieces};
	for (unsigned i = 0; i < pieces; i++) {
		piece[i] = (struct port_piece){.offset = DATA_AT + 64 * i, .length = 1 + i % 60};
		f.bytes += piece[i].length;
	}
	return port_machine_rx(&machine, queue, &f, piece);
}

static void receive(void **state)
{
	struct iovec iov[PORT_PIECES];
	struct frame_info info;
	uint32_t bytes, cookie, in = 0, out = 0;
	(void)state;
	for (unsigned round = 0; round < 40; round++) {
		while (push(1, 1 + in % PORT_PIECES, in) == 0)
			in++;
		int n;
		while ((n = port_lab_rx(&lab, 1, &info, &bytes, &cookie, iov)) > 0) {
			assert_int_equal(cookie, out);
			assert_int_equal(n, 1 + out % PORT_PIECES);
			for (int i = 0; i < n; i++) {
				assert_ptr_equal(iov[i].iov_base, (char *)ram + DATA_AT + 64 * i);
				assert_int_equal(iov[i].iov_len, 1 + i % 60);
			}
			port_lab_rx_done(&lab, 1, cookie);
			out++;
		}
		assert_int_equal(n, 0);
		assert_int_equal(in, out);
		uint32_t back;
		while (port_machine_rx_done(&machine, 1, &back))
			assert_true(back < in);
	}
	assert_int_equal(push(0, 0, 0), -EINVAL);
	assert_int_equal(push(0, PORT_PIECES, 1), 0);
}

/* One attack on a fresh port: port_lab must say -EPROTO and stay so. */
#define HOSTILE(words, ...)                                                                                                                \
	do {                                                                                                                               \
		setup(NULL);                                                                                                               \
		struct port_queue *q = &lab.shared->queue[0];                                                                              \
		struct port_frame *c = &q->rx_cell[0];                                                                                     \
		*c = (struct port_frame){.bytes = 10, .pieces = 1, .piece = {{DATA_AT, 10, 0}}};                                           \
		atomic_store(&q->rx.head, 1);                                                                                              \
		__VA_ARGS__;                                                                                                               \
		assert_int_equal(port_lab_rx(&lab, 0, &info, &bytes, &cookie, iov), -EPROTO);                                              \
		assert_non_null(strstr(lab.why, (words)));                                                                                 \
		assert_true(lab.broken);                                                                                                   \
		assert_int_equal(atomic_load(&lab.shared->broken), 1);                                                                     \
		assert_null(port_lab_slot(&lab, 0, &slot));                                                                                \
		assert_false(port_lab_idle(&lab, 0));                                                                                      \
	} while (0)

static void hostile(void **state)
{
	struct iovec iov[PORT_PIECES];
	struct frame_info info;
	uint32_t bytes, cookie;
	unsigned slot;
	(void)state;
	HOSTILE("outside RAM", c->piece[0].offset = RAM_SIZE - 9);
	HOSTILE("outside RAM", c->piece[0].offset = ~0ull);
	HOSTILE("outside RAM", c->piece[0].length = ~0u);
	HOSTILE("outside RAM", c->piece[0].length = c->bytes = FRAME_MAX + 1);
	HOSTILE("add up", c->bytes = 11);
	HOSTILE("add up", c->pieces = 2; c->piece[1] = (struct port_piece){DATA_AT, FRAME_MAX, 0}; c->bytes = FRAME_MAX + 10);
	HOSTILE("so many pieces", c->pieces = 0);
	HOSTILE("so many pieces", c->pieces = PORT_PIECES + 1);
	HOSTILE("not all there", c->pieces = 3);
	HOSTILE("more received", atomic_store(&q->rx.head, PORT_CELLS + 1));
	HOSTILE("more received", atomic_store(&q->rx.head, ~0u));
	HOSTILE("not out", atomic_store(&q->tx_done.head, 1); port_lab_slot(&lab, 0, &slot));
	HOSTILE("not out", q->tx_done_slot[0] = ~0u; atomic_store(&q->tx_done.head, 1); port_lab_idle(&lab, 0));
	HOSTILE("more frames completed", atomic_store(&q->tx_done.head, PORT_DONE + 1); port_lab_slot(&lab, 0, &slot));
	HOSTILE("take its received frames back", for (unsigned i = 0; i <= PORT_DONE; i++) port_lab_rx_done(&lab, 0, i));
	/* The same slot twice. */
	setup(NULL);
	port_lab_slot(&lab, 0, &slot);
	port_lab_tx(&lab, 0, slot, 1, &(struct frame_info){0});
	port_machine_tx_done(&machine, 0, slot);
	port_machine_tx_done(&machine, 0, slot);
	port_lab_slot(&lab, 0, &slot);
	assert_true(lab.broken);
	/* Where the slots are, the machine can't say. */
	setup(NULL);
	lab.shared->slots = 0;
	assert_true((char *)port_lab_slot(&lab, 0, &slot) > (char *)(lab.shared + 1));
	/* A tail that says the ring is full, or more than that: full, nothing worse. */
	atomic_store(&lab.shared->queue[0].tx.tail, 5);
	assert_int_equal(port_lab_tx(&lab, 0, slot, 1, &(struct frame_info){0}), -EAGAIN);
}

/* Random words over everything that the machine can write: no crash, no iovec outside RAM. */
static void noise(void **state)
{
	struct iovec iov[PORT_PIECES];
	struct frame_info info;
	uint32_t bytes, cookie, seed = 4711;
	unsigned slot, frames = 0;
	(void)state;
	for (unsigned round = 0; round < 300; round++) {
		if (round % 10 == 0)
			setup(NULL);
		else
			port_lab_init(&lab, ram, RAM_SIZE, PORT_AT, 2, MACHINE_FD_PORT, MACHINE_FD_PORT_LAB);
		struct port_queue *q = &lab.shared->queue[round & 1];
		for (unsigned i = 0; i < 64; i++) {
			struct port_frame *c = &q->rx_cell[i];
			for (unsigned k = 0; k < sizeof(*c) / 4; k++) {
				seed = seed * 1664525 + 1013904223;
				((uint32_t *)c)[k] = seed >> (round % 25);
			}
			if (round & 2) { /* sound at the first look */
				c->pieces = (uint16_t)(1 + seed / 8 % 8 / 7);
				c->piece[0].offset = seed % RAM_SIZE;
				c->bytes = c->piece[0].length = seed >> 20;
			}
		}
		atomic_store(&q->rx.head, seed % 64);
		q->tx_done_slot[0] = seed;
		atomic_store(&q->tx_done.head, seed & 1);
		int n;
		while ((n = port_lab_rx(&lab, round & 1, &info, &bytes, &cookie, iov)) > 0) {
			frames++;
			for (int i = 0; i < n; i++) {
				assert_true((char *)iov[i].iov_base >= (char *)ram);
				assert_true((char *)iov[i].iov_base + iov[i].iov_len <= (char *)ram + RAM_SIZE);
			}
		}
		port_lab_slot(&lab, round & 1, &slot);
		port_lab_idle(&lab, 0);
	}
	assert_true(frames > 0);
}

/* A thread on each end, each sleeping whenever it may: every frame makes the round trip. A wake-up that is lost shows as a poll that times
 * out. */
#define FRAMES 30000u
static bool lost;
static void sleep_on(int fd)
{
	struct pollfd p = {.fd = fd, .events = POLLIN};
	uint64_t n;
	if (poll(&p, 1, 3000) == 0)
		lost = true;
	if (read(fd, &n, sizeof(n)) < 0)
		return;
}
static void *machine_end(void *arg)
{
	uint32_t echoed = 0, returned = 0, cookie;
	(void)arg;
	while ((echoed < FRAMES || returned < FRAMES) && !lost) {
		struct port_frame f;
		bool any = false;
		for (unsigned q = 0; q < 2; q++) {
			while (port_machine_tx(&machine, q, &f)) {
				struct port_frame up = {.cookie = f.cookie, .pieces = 1, .bytes = f.bytes, .info = f.info};
				if (port_machine_rx(&machine, q, &up, f.piece))
					lost = true;
				echoed++;
				any = true;
			}
			while (port_machine_rx_done(&machine, q, &cookie)) {
				port_machine_tx_done(&machine, q, cookie);
				returned++;
				any = true;
			}
		}
		if (any) {
			port_machine_kick(&machine);
			continue;
		}
		if (port_machine_idle(&machine, true))
			sleep_on(MACHINE_FD_PORT);
		port_machine_awake(&machine);
	}
	return NULL;
}
static void wake_ups(void **state)
{
	pthread_t t;
	struct iovec iov[PORT_PIECES];
	struct frame_info info;
	uint32_t sent = 0, back = 0, bytes, cookie;
	(void)state;
	lost = false;
	assert_int_equal(pthread_create(&t, NULL, machine_end, NULL), 0);
	while (back < FRAMES && !lost) {
		bool any = false;
		for (unsigned q = 0; q < 2; q++) {
			unsigned slot, batch = sent % 7;
			while (sent < FRAMES && batch-- < 7 && port_lab_slot(&lab, q, &slot)) {
				if (port_lab_tx(&lab, q, slot, 60, &(struct frame_info){0}))
					lost = true;
				sent++;
				any = true;
			}
			int n;
			while ((n = port_lab_rx(&lab, q, &info, &bytes, &cookie, iov)) > 0) {
				port_lab_rx_done(&lab, q, cookie);
				back++;
				any = true;
			}
			if (n < 0)
				lost = true;
		}
		if (any) {
			port_lab_kick(&lab);
			continue;
		}
		if (port_lab_idle(&lab, 0))
			sleep_on(MACHINE_FD_PORT_LAB);
		port_lab_awake(&lab);
	}
	port_lab_kick(&lab);
	pthread_join(t, NULL);
	assert_false(lost);
	assert_false(lab.broken);
	assert_int_equal(back, FRAMES);
	assert_true(atomic_load(&lab.shared->kicks) <= FRAMES * 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test_setup(none, setup),    cmocka_unit_test_setup(transmit, setup), cmocka_unit_test_setup(receive, setup),
	        cmocka_unit_test_setup(hostile, setup), cmocka_unit_test_setup(noise, setup),    cmocka_unit_test_setup(wake_ups, setup),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
