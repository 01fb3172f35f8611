/* What drivers may read of the processor's model-specific registers, and that the rest is refused by name. */
#include "core_test.h"
#include "nt/core.h"

static void clocks_run(void **s)
{
	uint64_t a, b;

	(void)s;
	for (uint32_t n = 0x10; n; n = n == 0x10 ? 0xe7 : n == 0xe7 ? 0xe8 : 0) {
		assert_int_equal(nt_msr(n, 0, &a), 0);
		assert_int_equal(nt_msr(n, 0, &b), 0);
		assert_true(b > a && b - a < 1000000000);
	}
}
static void the_rest_is_the_processors(void **s)
{
	uint64_t v;

	(void)s;
	assert_int_equal(nt_msr(0x1b, 0, &v), 0);
	assert_true((v & ~0xfffull) == 0xfee00000 && v & 1u << 11);
	assert_int_equal(!!(v & 1u << 8), nt_self()->cpu == 0);
	assert_int_equal(nt_msr(0xc0000080, 0, &v), 0);
	assert_true(v & 1u << 10); /* long mode */
	assert_int_equal(nt_msr(0xc0000101, 0, &v), 0);
	assert_true(v == (uintptr_t)nt_self()->gs);
	assert_int_equal(nt_msr(0xc0000103, 0, &v), 0);
	assert_true(v == nt_self()->cpu);
}
static void what_no_driver_gets_is_named(void **s)
{
	uint64_t v = 7;
	unsigned before = nt_finding_count();

	(void)s;
	assert_true(nt_msr(0x1b, 1, &v) < 0);
	assert_non_null(strstr(nt_finding_last(), "writes model-specific register 0x1b (IA32_APIC_BASE)"));
	assert_true(nt_msr(0x48, 0, &v) < 0);
	assert_non_null(strstr(nt_finding_last(), "reads model-specific register 0x48 (IA32_SPEC_CTRL)"));
	assert_true(nt_msr(0x12345678, 0, &v) < 0);
	assert_non_null(strstr(nt_finding_last(), "0x12345678 (unknown to Flue)"));
	assert_int_equal(nt_finding_count(), before + 3);
	assert_true(v == 7);
}

static int start(void **s)
{
	(void)s;
	core_start(false, 0, 2);
	return 0;
}
static int stop(void **s)
{
	(void)s;
	core_stop();
	return 0;
}
int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(clocks_run),
	        cmocka_unit_test(the_rest_is_the_processors),
	        cmocka_unit_test(what_no_driver_gets_is_named),
	};
	return cmocka_run_group_tests(tests, start, stop);
}
