/*
 * What the fast path touches: of a connection's fixed state two cache lines, 128 bytes, and nothing of the cold part. Proved by taking the
 * rest away: pages that hold it are made inaccessible while data flows. (A receiver's sending line lies between its two and can't be: it is
 * filled with nonsense and must stay as it is.)
 */
#include "script.h"
#include "hw/toe/tcp/engine.h"
#include <sys/mman.h>

#define PAGE 4096u

static uint8_t *pages(unsigned n)
{
	uint8_t *p = mmap(NULL, n * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	assert_ptr_not_equal(p, MAP_FAILED);
	return p;
}
/* The same engine with its arrays elsewhere: cold state on a page of its own, the connection's third line first on a second page. */
static struct script *moved(struct setup s, uint8_t **hot, uint8_t **cold, void **old)
{
	struct script *t = script_start(s);
	*hot = pages(2);
	*cold = pages(1);
	old[0] = t->e->conns;
	old[1] = t->e->colds;
	t->e->conns = (struct conn *)(*hot + PAGE - 128);
	t->e->colds = (struct cold *)*cold;
	memcpy(t->e->conns, old[0], 4 * sizeof(struct conn));
	memcpy(t->e->colds, old[1], 4 * sizeof(struct cold));
	return t;
}
static void back(struct script *t, uint8_t *hot, uint8_t *cold, void **old)
{
	t->e->conns = old[0];
	t->e->colds = old[1];
	munmap(hot, 2 * PAGE);
	munmap(cold, PAGE);
	script_end(t);
}
/* As script.h's, without the checks, which look at everything. */
static void segment(struct script *t, uint32_t seq, uint32_t ack, uint32_t len)
{
	uint8_t h[32] = {0};
	struct tcp_range r = {1, 0, len};
	to32(h + 4, seq + IRS);
	to32(h + 8, ack + ISS);
	h[12] = 0x80;
	h[13] = 0x10;
	h[14] = h[15] = 0xff;
	h[20] = h[21] = 1;
	h[22] = 8;
	h[23] = 10;
	to32(h + 24, 6000 + (uint32_t)(t->now / 1000));
	tcp_input(t->e, 0, h, 32, &r, t->now);
	tcp_pump(t->e, t->now, 16);
	t->now += 1000;
}
static void test_a_sender_touches_two_lines(void **state)
{
	uint8_t *hot, *cold;
	void *old[2];
	struct script *t = moved((struct setup){.sack = true, .ts = true, .cwnd = 20 * 1448, .srtt_us = 3000}, &hot, &cold, old);
	uint32_t acked = 0;
	(void)state;
	/* In slow start and in the middle of things, with a timer armed and a round trip that is known: a new minimum is a cold affair. */
	for (uint32_t i = 0; i < 50; i++)
		send_bytes(t, 14480, i);
	for (int i = 0; i < 130; i++)
		segment(t, 0, acked += 2896, 0);
	drop_outs(t);
	assert_int_equal(mprotect(cold, PAGE, PROT_NONE), 0);
	assert_int_equal(mprotect(hot + PAGE, PAGE, PROT_NONE), 0);
	for (int i = 0; i < 100; i++) {
		segment(t, 0, acked += 2896, 0);
		t->done_head = t->done_tail;
		drop_outs(t);
	}
	assert_int_equal(mprotect(cold, PAGE, PROT_READ | PROT_WRITE), 0);
	assert_int_equal(mprotect(hot + PAGE, PAGE, PROT_READ | PROT_WRITE), 0);
	script_check(t);
	assert_int_equal(t->e->conns[0].snd_una - ISS, acked);
	assert_true(t->out_tail > 200);
	back(t, hot, cold, old);
}
static void test_a_receiver_touches_two_lines(void **state)
{
	uint8_t *hot, *cold, sending[64], nonsense[64];
	void *old[2];
	struct script *t = moved((struct setup){.sack = true, .ts = true}, &hot, &cold, old);
	(void)state;
	tcp_post(t->e, 0, 1, 1000000, 0, true, t->now);
	segment(t, 0, 0, 1448);
	memset(nonsense, 0xa5, sizeof(nonsense));
	memcpy(sending, &t->e->conns[0].cwnd, 64);
	memcpy(&t->e->conns[0].cwnd, nonsense, 64);
	assert_int_equal(mprotect(cold, PAGE, PROT_NONE), 0);
	for (uint32_t i = 1; i < 100; i++)
		segment(t, i * 1448, 0, 1448);
	assert_int_equal(mprotect(cold, PAGE, PROT_READ | PROT_WRITE), 0);
	assert_memory_equal(&t->e->conns[0].cwnd, nonsense, 64);
	memcpy(&t->e->conns[0].cwnd, sending, 64);
	script_check(t);
	assert_int_equal(t->placed, 144800);
	assert_int_equal(t->out_tail, 50);
	leaves(t, .ack = 2896);
	back(t, hot, cold, old);
}
static void test_sizes(void **state)
{
	(void)state;
	assert_true(tcp_fixed_bytes() <= 512);
	assert_int_equal(offsetof(struct conn, rcv_pending), 128);
}
int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(test_a_sender_touches_two_lines),
	        cmocka_unit_test(test_a_receiver_touches_two_lines),
	        cmocka_unit_test(test_sizes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
