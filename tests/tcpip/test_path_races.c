/*
 * A configuration that changes while frames go down, in serial mode over many seeds: whatever the driver is handed after its indication
 * returned was made under the new one (contract RP-079, RP-101). Pause and restart, and the end of the adapter, at any moment of that.
 */
#include "path_lab.h"
#include <pthread.h>

#define SEEDS 8

/* Every packet between two indications must be as the first of them says. */
struct changes {
	unsigned rounds, judged;
	uint64_t seed;
};

/* io_mini.sys remembers the last 1024. */
static void judge(struct changes *c, unsigned from, bool on)
{
	const unsigned to = count();
	for (unsigned n = to - from > 500 ? to - 500 : from; n < to; n++, c->judged++)
		if (((seen(n)->lso | seen(n)->checksum) != 0) != on) /* the rest of a frame that was being cut: checksums only */
			fail_msg("seed %llu: packet %u of [%u,%u), made with lso 0x%llx checksum 0x%llx, should be %d; %u bytes",
			         (unsigned long long)c->seed, n, from, to, (unsigned long long)seen(n)->lso,
			         (unsigned long long)seen(n)->checksum, on, seen(n)->bytes);
}

static void change(void *arg)
{
	struct changes *c = arg;
	void(NTAPI * indicate)(ULONG) = mini_symbol("mini_task_change");
	uint32_t random = (uint32_t)c->seed;
	unsigned from = 0;
	for (unsigned i = 0; i < c->rounds; i++) {
		NDIS_OFFLOAD *o = &MINI(NDIS_OFFLOAD, mini_offload);
		const bool on = i & 1;
		if (i)
			judge(c, from, !on);
		memset(o, 0, sizeof(*o));
		if (on)
			all(o);
		if (c->seed & 1)
			AT_DISPATCH(indicate(2));
		else
			indicate(2);
		from = count();
		/* Now and then until frames flow: the port's thread sleeps in poll, in real time. */
		for (unsigned k = 0; i % 4 == 3 && k < 200 && count() < from + 3; k++) {
			nt_outside_begin();
			usleep(100);
			nt_outside_end();
		}
		random = random * 1664525 + 1013904223;
		for (unsigned k = random >> 27; k; k--)
			nt_sched_point();
	}
}

static void pauses(void *arg)
{
	struct err e = {0};
	(void)arg;
	for (unsigned i = 0; i < 3; i++) {
		assert_int_equal(ndis_adapter_pause(mini.adapter, &e), 0);
		assert_int_equal(ndis_adapter_restart(mini.adapter, &e), 0);
		nt_sched_point();
	}
}

/* The lab: a thread of real time, as it is one of another process. */
static void *linux_side(void *arg)
{
	_Atomic bool *end = arg;
	struct iovec iov[PORT_PIECES];
	struct frame_info info;
	uint32_t bytes, cookie, sent = 0;
	while (!atomic_load(end)) {
		for (unsigned q = 0; q < 2; q++) {
			unsigned slot;
			const struct kind k = {.v6 = q, .port = (uint16_t)sent};
			uint8_t *f;
			for (unsigned n = 0; n < 4 && (f = port_lab_slot(&lab, q, &slot)); n++, sent++) {
				const uint32_t size = make(f, &k, 3000, 1000, &info);
				if (port_lab_tx(&lab, q, slot, size, &info))
					return NULL;
			}
			while (port_lab_rx(&lab, q, &info, &bytes, &cookie, iov) > 0)
				port_lab_rx_done(&lab, q, cookie);
		}
		port_lab_kick(&lab);
		usleep(20);
	}
	return NULL;
}

static unsigned run(uint64_t seed, bool pausing)
{
	struct nt_config config = with_port(2, 0);
	const struct tcpip_config host = {.on_pause = TCPIP_UPLOAD};
	struct changes c = {.rounds = 40, .seed = seed};
	_Atomic bool end = false;
	pthread_t other;
	config.serial = true;
	config.seed = seed;
	machine_up(config, &host);
	mini_load();
	MINI(ULONG, mini_task) = 2;
	MINI(ULONG, mini_loop) = 1;
	all(&MINI(NDIS_OFFLOAD, mini_offload)); /* so that the encapsulation is set from the start */
	mini_start();
	assert_int_equal(pthread_create(&other, NULL, linux_side, &end), 0);
	struct nt_thread *a = nt_thread_start("changes", change, &c), *b = pausing ? nt_thread_start("pauses", pauses, NULL) : NULL;
	nt_thread_join(a);
	if (b)
		nt_thread_join(b);
	assert_false(lab.broken);
	mini_stop(seed & 2);
	atomic_store(&end, true);
	pthread_join(other, NULL);
	assert_int_equal(MINI(LONG, mini_rx_out), 0); /* whatever Linux had was taken back */
	assert_int_equal(nt_finding_count(), 0);
	mini_unload();
	machine_down(true);
	return c.judged;
}

static void no_packet_under_an_old_promise_RP_079(void **state)
{
	unsigned judged = 0;
	(void)state;
	for (uint64_t seed = 1; seed <= SEEDS; seed++)
		judged += run(seed, false);
	assert_true(judged > SEEDS * 2); /* packets did fall between changes */
}

static void paused_meanwhile(void **state)
{
	(void)state;
	for (uint64_t seed = 100; seed < 100 + SEEDS / 2; seed++)
		run(seed, true);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(no_packet_under_an_old_promise_RP_079), cmocka_unit_test(paused_meanwhile)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
