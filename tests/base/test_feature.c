/* FLUE_NO: which names it takes, and that a feature it names is as good as absent while the probe still tells the truth. */
#include "base/feature.h"
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static void names_are_taken_apart(void **s)
{
	uint32_t bits = 99;
	struct err e = {0};

	(void)s;
	unsetenv("FLUE_NO");
	assert_int_equal(base_features_off(&bits, &e), 0);
	assert_int_equal(bits, 0);
	setenv("FLUE_NO", "", 1);
	assert_int_equal(base_features_off(&bits, &e), 0);
	assert_int_equal(bits, 0);
	setenv("FLUE_NO", "landlock,,pidfd,", 1);
	assert_int_equal(base_features_off(&bits, &e), 0);
	assert_int_equal(bits, 1u << FEATURE_LANDLOCK | 1u << FEATURE_PIDFD);
	for (unsigned f = 0; f < FEATURE_COUNT; f++) {
		setenv("FLUE_NO", base_feature_name(f), 1);
		assert_int_equal(base_features_off(&bits, &e), 0);
		assert_int_equal(bits, 1u << f);
	}
}
static void a_name_that_is_none_is_told_with_those_that_are(void **s)
{
	uint32_t bits;
	struct err e = {0};

	(void)s;
	for (const char *const *bad = (const char *const[]){"lanlock", "land", "landlocks", "pidfd,LANDLOCK", NULL}; *bad; bad++) {
		setenv("FLUE_NO", *bad, 1);
		assert_int_equal(base_features_off(&bits, &e), -EINVAL);
		assert_non_null(strstr(e.text, "FLUE_NO"));
		for (unsigned f = 0; f < FEATURE_COUNT; f++)
			assert_non_null(strstr(e.text, base_feature_name(f)));
	}
	assert_int_equal(bits, 1u << FEATURE_PIDFD); /* what was right in it counts */
}
static void what_is_off_is_absent_whatever_the_kernel_has(void **s)
{
	char found[80];

	(void)s;
	base_features_set_off(0);
	for (unsigned f = 0; f < FEATURE_COUNT; f++) {
		bool there = base_feature_probe(f, found, sizeof(found));

		assert_true(*found);
		assert_int_equal(base_feature(f), there);
		base_features_set_off(1u << f);
		assert_true(base_feature_off(f));
		assert_false(base_feature(f));
		assert_int_equal(base_feature_probe(f, found, sizeof(found)), there);
		base_features_set_off(0);
		assert_int_equal(base_feature(f), there);
	}
}
int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(names_are_taken_apart),
	        cmocka_unit_test(a_name_that_is_none_is_told_with_those_that_are),
	        cmocka_unit_test(what_is_off_is_absent_whatever_the_kernel_has),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
