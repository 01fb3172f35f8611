#include "trace/trace.h"
#include "trace/ring.h"
#include <pthread.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#define BYTES (16384 + 4096)
static struct trace_sink sink;
static void *memory;

static int setup(void **s)
{
	(void)s;
	memory = calloc(1, BYTES);
	trace_ring_format(memory, BYTES);
	memset(&sink, 0, sizeof sink);
	sink.control = trace_ring_at(memory, BYTES);
	sink.writer = TRACE_MACHINE;
	trace_sink = &sink;
	return sink.control ? 0 : -1;
}

static int teardown(void **s)
{
	(void)s;
	trace_sink = NULL;
	free(memory);
	return 0;
}

static void a_record_comes_out_as_it_went_in(void **s)
{
	_Alignas(8) char buf[1024];
	char name[64];
	(void)s;
	trace_write2(TRACE_STATUS, 3, 77, "NDIS_STATUS_OFFLOAD_PAUSE", "abcdefgh", 8, "xyz", 3);
	int n = trace_ring_read(sink.control, BYTES, buf, sizeof buf);
	assert_true(n > 0);
	const struct trace_head *h = (void *)buf;
	assert_int_equal(h->type, TRACE_STATUS);
	assert_int_equal(h->nic, 3);
	assert_int_equal(h->call_id, 77);
	assert_int_equal(h->payload, 11);
	assert_string_equal(trace_head_name(h, name, sizeof name), "NDIS_STATUS_OFFLOAD_PAUSE");
	assert_memory_equal(trace_payload(h), "abcdefghxyz", 11);
	assert_int_equal(trace_ring_read(sink.control, BYTES, buf, sizeof buf), 0);
}

static void records_wrap_and_keep_their_sequence(void **s)
{
	_Alignas(8) char buf[1024];
	uint64_t next = 0;
	(void)s;
	for (int i = 0; i < 5000; i++) {
		trace_textf(TRACE_LOG, 0xff, "x", "%.*s", i % 200,
		            ".............................................................................................................."
		            "..................................................................................................");
		if (i % 7 == 0)
			for (int n; (n = trace_ring_read(sink.control, BYTES, buf, sizeof buf)) != 0;) {
				assert_true(n > 0);
				assert_int_equal(((struct trace_head *)buf)->seq, next++);
			}
	}
	assert_true(next > 4900);
	assert_int_equal(trace_ring_dropped(sink.control), 0);
}

static void a_full_data_ring_drops_and_counts(void **s)
{
	(void)s;
	trace_ring_set_blocking(sink.control, false);
	for (int i = 0; i < 1000; i++)
		trace_textf(TRACE_LOG, 0xff, "x", "%0200d", i);
	assert_true(trace_ring_dropped(sink.control) > 900);
	assert_int_equal(sink.control->head - sink.control->tail <= sink.control->size, 1);
}

static void *slow_reader(void *p)
{
	_Alignas(8) char buf[1024];
	unsigned *count = p;
	while (*count < 1000)
		if (trace_ring_read(sink.control, BYTES, buf, sizeof buf) > 0)
			++*count;
	return NULL;
}

static void a_full_control_ring_waits_for_its_reader(void **s)
{
	unsigned count = 0;
	pthread_t t;
	(void)s;
	pthread_create(&t, NULL, slow_reader, &count);
	for (int i = 0; i < 1000; i++)
		trace_textf(TRACE_LOG, 0xff, "x", "%0200d", i);
	pthread_join(t, NULL);
	assert_int_equal(count, 1000);
	assert_int_equal(trace_ring_dropped(sink.control), 0);
}

/* The machine is hostile: whatever it writes over its ring, the reader neither crashes nor loops nor reads outside. */
static void a_hostile_ring_is_survived(void **s)
{
	_Alignas(8) char buf[1024];
	unsigned seed = 1, bad = 0;
	(void)s;
	for (int round = 0; round < 20000; round++) {
		for (int i = 0; i < 4; i++)
			trace_textf(TRACE_LOG, 0xff, "name", "text %d", i);
		seed = seed * 1103515245 + 12345;
		switch (seed >> 16 & 3) {
		case 0:
			memset(sink.control->data + (seed >> 8) % (sink.control->size - 8), (int)(seed & 0xff), 8);
			break;
		case 1:
			sink.control->head += seed;
			break;
		case 2:
			*(uint32_t *)(sink.control->data + (sink.control->tail & (sink.control->size - 1) & ~7u)) = seed;
			break;
		default:
			*(uint16_t *)(sink.control->data + (sink.control->tail & (sink.control->size - 1) & ~7u) + 10) = 0xffff;
		}
		for (int n, guard = 0; (n = trace_ring_read(sink.control, BYTES, buf, sizeof buf)) != 0 && guard < 5000; guard++) {
			if (n < 0) {
				assert_int_equal(n, -EBADMSG);
				bad++;
			} else {
				const struct trace_head *h = (void *)buf;
				assert_true(sizeof *h + ALIGN_UP_TO((uint32_t)h->name_len, 8u) + h->payload <= (unsigned)n);
			}
		}
		sink.control->head = sink.control->tail & ~7ull;
	}
	assert_true(bad > 100);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test_setup_teardown(a_record_comes_out_as_it_went_in, setup, teardown),
	        cmocka_unit_test_setup_teardown(records_wrap_and_keep_their_sequence, setup, teardown),
	        cmocka_unit_test_setup_teardown(a_full_data_ring_drops_and_counts, setup, teardown),
	        cmocka_unit_test_setup_teardown(a_full_control_ring_waits_for_its_reader, setup, teardown),
	        cmocka_unit_test_setup_teardown(a_hostile_ring_is_survived, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
