/* The bus: order of posted writes and reads, wake-ups neither lost nor needless, hostile shared memory, the trace's throttle. */
#include "../hw/board.h"
#include "trace/trace.h"
#include <pthread.h>
#include <sys/resource.h>
#include <time.h>

static struct bus_lab lab;
static uint64_t regs[16];
static uint64_t writes, resets;
static char broken[160];
static _Atomic bool stop;
static pthread_t lab_thread;

static uint64_t on_read(void *ctx, unsigned bar, uint64_t offset, unsigned size)
{
	(void)ctx;
	(void)bar;
	(void)size;
	return offset == 0x800 ? writes : regs[offset / 8 % 16] >> (offset % 8 * 8);
}
static void on_write(void *ctx, unsigned bar, uint64_t offset, unsigned size, uint64_t value)
{
	(void)ctx;
	(void)bar;
	(void)size;
	regs[offset / 8 % 16] = value;
	writes++;
}
static uint8_t config[4096];
static uint32_t on_config_read(void *ctx, unsigned offset, unsigned size)
{
	uint32_t v = 0;
	(void)ctx;
	memcpy(&v, config + offset, size);
	return v;
}
static void on_config_write(void *ctx, unsigned offset, unsigned size, uint32_t value)
{
	(void)ctx;
	memcpy(config + offset, &value, size);
}
static void on_reset(void *ctx)
{
	(void)ctx;
	resets++;
}
static void on_broken(void *ctx, const char *why)
{
	(void)ctx;
	snprintf(broken, sizeof broken, "%s", why);
}
static const struct bus_lab_ops ops = {on_read, on_write, on_config_read, on_config_write, on_reset, on_broken};

static void *serve(void *arg)
{
	(void)arg;
	while (!stop)
		if (bus_lab_step(&lab) <= 0)
			bus_lab_sleep(&lab, UINT64_MAX);
	return NULL;
}

static struct bus_shared *shared(void)
{
	return (struct bus_shared *)(board_ram + BOARD_BUS);
}

static void up(uint32_t flags, bool thread)
{
	struct err e = {0};
	board_memory(flags);
	bus_lab_format(shared());
	shared()->bar[0] = (struct bus_bar){.size = 0x1000, .phys = 0xe0000000};
	shared()->bar[1] = (struct bus_bar){.size = 0x20, .phys = 0xc000, .io = 1};
	shared()->present = 1;
	bus_lab_init(&lab, shared(), 0, &ops, NULL, board_kick_fd);
	for (unsigned v = 0; v < BUS_VECTORS; v++)
		lab.irq_fd[v] = board_irq_fds[v];
	const struct bus_machine_fds fds = {board_kick, board_irq};
	assert_int_equal(bus_machine_init(board_ram, &fds, &e), 0);
	memset(regs, 0, sizeof regs);
	writes = resets = 0;
	broken[0] = 0;
	stop = false;
	if (thread)
		assert_int_equal(pthread_create(&lab_thread, NULL, serve, NULL), 0);
}

static void down(bool thread)
{
	if (thread) {
		stop = true;
		bus_lab_poke(&lab);
		pthread_join(lab_thread, NULL);
	}
	board_memory_free();
}

static void test_finds_what_is_where(void **state)
{
	unsigned nic, bar;
	uint64_t offset;
	(void)state;
	up(0, false);
	assert_int_equal(bus_machine_find(0xe0000ffc, 4, &nic, &bar, &offset), 0);
	assert_int_equal(offset, 0xffc);
	assert_int_equal(bus_machine_find(0xe0000ffd, 4, &nic, &bar, &offset), -ENOENT);
	assert_int_equal(bus_machine_find(0xc000, 1, &nic, &bar, &offset), -ENOENT);
	assert_int_equal(bus_machine_find_port(0xc01f, 1, &nic, &bar, &offset), 0);
	assert_int_equal(bar, 1);
	assert_int_equal(bus_machine_find_port(0xc01f, 2, &nic, &bar, &offset), -ENOENT);
	uint64_t v;
	assert_int_equal(bus_machine_access(0, 0, 0xfff, false, 2, &v), -EINVAL);
	assert_int_equal(bus_machine_access(0, 0, 0, false, 3, &v), -EINVAL);
	assert_int_equal(bus_machine_access(0, 7, 0, false, 4, &v), -EINVAL);
	assert_int_equal(bus_machine_access(3, 0, 0, false, 2, &v), 0); /* no such card: all ones, as on PCI */
	assert_int_equal(v, 0xffff);
	down(false);
}

static void test_a_read_sees_all_earlier_writes(void **state)
{
	(void)state;
	up(0, true);
	for (uint64_t i = 1; i <= 5000; i++) {
		uint64_t v = i, got = 0;
		bus_machine_access(0, 0, 8, true, 8, &v);
		if (i % 7 == 0) {
			bus_machine_access(0, 0, 8, false, 8, &got);
			assert_int_equal(got, i);
			bus_machine_access(0, 0, 0x800, false, 8, &got);
			assert_int_equal(got, i);
		}
	}
	bus_machine_flush(0);
	assert_int_equal(writes, 5000);
	down(true);
}

static void *hammer(void *arg)
{
	for (uint64_t i = 0; i < 20000; i++) {
		uint64_t v = i;
		bus_machine_access(0, 0, 8 * (uintptr_t)arg, true, 8, &v);
		if (i % 64 == 0) {
			bus_machine_access(0, 0, 8 * (uintptr_t)arg, false, 8, &v);
			assert_int_equal(v, i);
		}
	}
	return NULL;
}

static void test_many_threads_lose_nothing(void **state)
{
	pthread_t t[4];
	(void)state;
	up(0, true);
	for (uintptr_t i = 0; i < 4; i++)
		pthread_create(&t[i], NULL, hammer, (void *)(i + 1));
	for (unsigned i = 0; i < 4; i++)
		pthread_join(t[i], NULL);
	bus_machine_flush(0);
	assert_int_equal(writes, 80000);
	assert_int_equal(broken[0], 0);
	down(true);
}

/* Writes far apart: each finds the lab asleep. A lost wake-up would leave the count behind for ever. */
static void test_no_wake_up_is_lost_and_none_is_needless(void **state)
{
	struct rusage a, b;
	(void)state;
	up(0, true);
	for (unsigned i = 1; i <= 200; i++) {
		uint64_t v = i;
		bus_machine_access(0, 0, 0, true, 8, &v);
		for (unsigned ms = 0; *(volatile uint64_t *)&writes < i; ms++) {
			assert_true(ms < 2000);
			usleep(100);
		}
	}
	usleep(20000); /* asleep now */
	getrusage(RUSAGE_SELF, &a);
	usleep(300000);
	getrusage(RUSAGE_SELF, &b);
	assert_true(b.ru_nvcsw - a.ru_nvcsw < 5);
	uint64_t n;
	assert_true(read(board_kick_fd, &n, sizeof n) < 0); /* no kick is left over */
	down(true);
}

static void test_serial_writes_are_done_on_return(void **state)
{
	(void)state;
	up(RAM_SERIAL, true);
	for (uint64_t i = 1; i < 100; i++) {
		bus_machine_access(0, 0, 0, true, 8, &i);
		assert_int_equal(writes, i);
	}
	down(true);
}

static void test_configuration_space_and_reset(void **state)
{
	(void)state;
	up(0, true);
	for (unsigned i = 0; i < sizeof config; i++)
		config[i] = (uint8_t)i;
	uint8_t b[16];
	assert_int_equal(bus_machine_config(0, false, 3, b, 11), 11);
	for (unsigned i = 0; i < 11; i++)
		assert_int_equal(b[i], 3 + i);
	memset(b, 0x55, sizeof b);
	assert_int_equal(bus_machine_config(0, true, 1, b, 6), 6);
	assert_int_equal(config[0], 0);
	assert_int_equal(config[1], 0x55);
	assert_int_equal(config[6], 0x55);
	assert_int_equal(config[7], 7);
	assert_int_equal(bus_machine_config(0, false, 4090, b, 16), 6);
	assert_int_equal(bus_machine_config(0, false, 4096, b, 1), 0);
	bus_machine_reset(0);
	assert_int_equal(resets, 1);
	down(true);
}

static void test_interrupts_mask_and_ack(void **state)
{
	(void)state;
	up(0, false);
	bus_lab_raise(&lab, 3);
	assert_true(board_interrupt(3, 0));
	assert_false(board_interrupt(3, 0));
	bus_machine_irq_mask(0, 3, true);
	bus_lab_raise(&lab, 3);
	bus_lab_raise(&lab, 3);
	assert_false(board_interrupt(3, 0));
	bus_machine_irq_mask(0, 3, false);
	assert_true(board_interrupt(3, 0));
	assert_false(bus_machine_irq_ack(0, 3));
	bus_lab_raise(&lab, 64); /* no such vector: nothing */
	down(false);
}

/* What a hostile or broken machine may leave in the shared memory. Each ends in one finding and all ones, never in an access outside a BAR.
 */
static void hostile(void (*damage)(struct bus_shared *s), const char *expect)
{
	up(0, false);
	damage(shared());
	for (unsigned i = 0; i < 3; i++)
		bus_lab_step(&lab);
	assert_non_null(strstr(broken, expect));
	assert_int_equal(writes, 0);
	/* served no more, but nobody is left waiting */
	struct bus_slot *q = &shared()->slot[5];
	*q = (struct bus_slot){.op = BUS_BAR_READ, .size = 4};
	q->state = SLOT_ASKED;
	shared()->asked = 1ull << 5;
	bus_lab_step(&lab);
	assert_int_equal(q->state, SLOT_ANSWERED);
	assert_int_equal(q->value, UINT64_MAX);
	uint64_t v = 1;
	assert_int_equal(bus_machine_access(0, 0, 0, true, 4, &v), 0);
	assert_int_equal(bus_machine_access(0, 0, 0, false, 4, &v), 0);
	assert_int_equal(v, UINT32_MAX);
	down(false);
}
static void ask_slot(struct bus_shared *s, struct bus_slot q)
{
	s->slot[0] = q;
	s->slot[0].state = SLOT_ASKED;
	s->asked = 1;
}
static void long_ring(struct bus_shared *s)
{
	s->posted_head = BUS_POSTED + 1;
}
static void ring_backwards(struct bus_shared *s)
{
	s->posted_head = UINT32_MAX;
}
static void bad_bar(struct bus_shared *s)
{
	s->posted[0] = (struct bus_posted){.offset = 9ull << 56, .size = 4};
	s->posted_head = 1;
}
static void past_bar(struct bus_shared *s)
{
	s->posted[0] = (struct bus_posted){.offset = 0xffd, .size = 4};
	s->posted_head = 1;
}
static void grown_bar(struct bus_shared *s)
{
	s->bar[0].size = 1ull << 40; /* the lab goes by its own copy */
	s->posted[0] = (struct bus_posted){.offset = 0x2000, .size = 4};
	s->posted_head = 1;
}
static void bad_size(struct bus_shared *s)
{
	ask_slot(s, (struct bus_slot){.op = BUS_BAR_READ, .size = 3});
}
static void bad_op(struct bus_shared *s)
{
	ask_slot(s, (struct bus_slot){.op = 77});
}
static void wrap_offset(struct bus_shared *s)
{
	ask_slot(s, (struct bus_slot){.op = BUS_BAR_READ, .size = 8, .offset = UINT64_MAX - 3});
}
static void bad_config(struct bus_shared *s)
{
	ask_slot(s, (struct bus_slot){.op = BUS_CFG_WRITE, .size = 4, .offset = 4094});
}

static void test_hostile_memory(void **state)
{
	(void)state;
	hostile(long_ring, "claims 1025 entries");
	hostile(ring_backwards, "claims 4294967295 entries");
	hostile(bad_bar, "BAR9");
	hostile(past_bar, "BAR0+0xffd");
	hostile(grown_bar, "BAR0+0x2000");
	hostile(bad_size, "access of 3 bytes");
	hostile(bad_op, "unknown request (77)");
	hostile(wrap_offset, "where there is none");
	hostile(bad_config, "configuration access");
}

static void test_needless_bits_do_nothing(void **state)
{
	(void)state;
	up(0, false);
	shared()->asked = UINT64_MAX; /* no slot is asked */
	assert_int_equal(bus_lab_step(&lab), 0);
	assert_int_equal(bus_lab_step(&lab), 0);
	assert_int_equal(broken[0], 0);
	down(false);
}

/* 10,000 writes leave at most 2,000 records in any second, and say how many are missing. */
static void test_trace_is_throttled(void **state)
{
	static struct trace_sink sink;
	static uint8_t ring[4 << 20];
	(void)state;
	up(0, false);
	trace_ring_format(ring, sizeof ring);
	sink = (struct trace_sink){.data = trace_ring_at(ring, sizeof ring), .writer = TRACE_HARDWARE};
	sink.control = sink.data;
	trace_sink = &sink;
	for (unsigned i = 0; i < 10000; i++) {
		uint64_t v = i;
		bus_machine_access(0, 0, 0, true, 4, &v);
		bus_lab_step(&lab);
	}
	trace_sink = NULL;
	static uint8_t buf[4096] __attribute__((aligned(8)));
	unsigned n = 0;
	while (trace_ring_read(sink.data, sizeof ring, buf, sizeof buf) > 0) {
		const struct trace_head *h = (const void *)buf;
		if (h->type == TRACE_BUS) {
			const struct trace_bus *t = trace_payload(h);
			assert_int_equal(t->op, BUS_POSTED_WRITE);
			n++;
		}
	}
	assert_in_range(n, 2000, 4000); /* the loop may straddle a second */
	down(false);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(test_finds_what_is_where),
	        cmocka_unit_test(test_a_read_sees_all_earlier_writes),
	        cmocka_unit_test(test_many_threads_lose_nothing),
	        cmocka_unit_test(test_no_wake_up_is_lost_and_none_is_needless),
	        cmocka_unit_test(test_serial_writes_are_done_on_return),
	        cmocka_unit_test(test_configuration_space_and_reset),
	        cmocka_unit_test(test_interrupts_mask_and_ack),
	        cmocka_unit_test(test_hostile_memory),
	        cmocka_unit_test(test_needless_bits_do_nothing),
	        cmocka_unit_test(test_trace_is_throttled),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
