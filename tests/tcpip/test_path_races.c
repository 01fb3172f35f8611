/*
 * A configuration that changes while frames go down, in serial mode over many seeds: whatever the driver is handed after its indication
 * returned was made under the new one (contract RP-079, RP-101). Pause and restart, and the end of the adapter, at any moment of that.
 */
#include "path_lab.h"
#include <pthread.h>

#define SEEDS 30

/* Which packets came between two indications: between `from` and `to` every one is as `on` says. */
struct changes {
	unsigned rounds;
	uint64_t seed;
	_Atomic bool done;
	struct {
		unsigned from, to;
		bool on;
	} span[16];
};

static void change(void *arg)
{
	struct changes *c = arg;
	void(NTAPI * indicate)(ULONG) = mini_symbol("mini_task_change");
	for (unsigned i = 0; i < c->rounds; i++) {
		NDIS_OFFLOAD *o = &MINI(NDIS_OFFLOAD, mini_offload);
		const bool on = i & 1;
		if (i)
			c->span[i - 1].to = count();
		memset(o, 0, sizeof(*o));
		if (on)
			all(o);
		if (c->seed & 1)
			AT_DISPATCH(indicate(2));
		else
			indicate(2);
		c->span[i].from = count();
		c->span[i].on = on;
		/* Frames come in real time: the port's thread sleeps in poll, virtual time does not wait for it. */
		for (unsigned k = 0; k < 200 && count() < c->span[i].from + c->seed % 4; k++) {
			nt_outside_begin();
			usleep(100);
			nt_outside_end();
		}
		for (unsigned k = 0; k < c->seed % 30; k++)
			nt_sched_point();
	}
	c->span[c->rounds - 1].to = count();
	atomic_store(&c->done, true);
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

/* The lab's other half: gives back what comes up, in real time. */
static void *gives_back(void *arg)
{
	_Atomic bool *end = arg;
	struct iovec iov[PORT_PIECES];
	struct frame_info info;
	uint32_t bytes, cookie;
	while (!atomic_load(end)) {
		for (unsigned q = 0; q < 2; q++)
			while (port_lab_rx(&lab, q, &info, &bytes, &cookie, iov) > 0)
				port_lab_rx_done(&lab, q, cookie);
		port_lab_kick(&lab);
		usleep(50);
	}
	return NULL;
}

static unsigned run(uint64_t seed, bool pausing)
{
	struct nt_config config = with_port(2, 0);
	const struct tcpip_config host = {.on_pause = TCPIP_UPLOAD};
	struct changes c = {.rounds = 8, .seed = seed};
	struct frame_info info;
	unsigned judged = 0;
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
	assert_int_equal(pthread_create(&other, NULL, gives_back, &end), 0);
	struct nt_thread *a = nt_thread_start("changes", change, &c), *b = pausing ? nt_thread_start("pauses", pauses, NULL) : NULL;
	for (unsigned sent = 0; !atomic_load(&c.done) && sent < 5000;) {
		unsigned slot;
		const struct kind k = {.v6 = sent & 1};
		uint8_t *f = port_lab_slot(&lab, sent & 1, &slot);
		if (f) {
			const uint32_t n = make(f, &k, 3000, 1000, &info);
			assert_int_equal(port_lab_tx(&lab, sent & 1, slot, n, &info), 0);
			sent++;
		}
		port_lab_kick(&lab);
		for (unsigned i = 0; i < seed % 7; i++)
			nt_sched_point();
		nt_outside_begin();
		usleep(50);
		nt_outside_end();
	}
	nt_thread_join(a);
	if (b)
		nt_thread_join(b);
	for (unsigned i = 0; i < c.rounds; i++)
		for (unsigned n = c.span[i].from; n < c.span[i].to; n++, judged++)
			if ((seen(n)->lso != 0) != c.span[i].on)
				fail_msg("seed %llu: packet %u was made under the configuration before", (unsigned long long)seed, n);
	assert_false(lab.broken);
	mini_stop(seed & 2);
	atomic_store(&end, true);
	pthread_join(other, NULL);
	assert_int_equal(MINI(LONG, mini_rx_out), 0); /* whatever Linux had was taken back */
	assert_int_equal(nt_finding_count(), 0);
	mini_unload();
	machine_down(true);
	return judged;
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
