#include "base/base.h"
#include <setjmp.h>
#include <string.h>
#include <cmocka.h>

static void errors_carry_one_sentence(void **s)
{
	struct err e = {0};
	(void)s;
	assert_int_equal(err_set(&e, ENOENT, "no %s", "file"), -ENOENT);
	assert_string_equal(e.text, "no file");
	assert_int_equal(err_prefix(&e, "toe.inf:%d", 12), -ENOENT);
	assert_string_equal(e.text, "toe.inf:12: no file");
	assert_int_equal(err_set(NULL, EINVAL, "nobody reads this"), -EINVAL);
}

static void long_prefix_keeps_the_buffer_whole(void **s)
{
	struct err e = {0};
	char longer[1000];
	(void)s;
	memset(longer, 'x', sizeof longer - 1);
	longer[sizeof longer - 1] = 0;
	err_set(&e, EINVAL, "%s", longer);
	err_prefix(&e, "%s", longer);
	assert_true(strlen(e.text) < sizeof e.text);
	assert_true(strlen(e.text) > 400);
}

static void lists_keep_order(void **s)
{
	struct item {
		struct list link;
		int n;
	} a = {.n = 1}, b = {.n = 2}, c = {.n = 3};
	struct list head;
	int seen = 0;
	(void)s;
	list_init(&head);
	list_add(&head, &a.link);
	list_add(&head, &b.link);
	list_add(&head, &c.link);
	list_del(&b.link);
	list_each(l, &head) seen = seen * 10 + base_container_of(l, struct item, link)->n;
	assert_int_equal(seen, 13);
}

static void windows_time_is_after_2020(void **s)
{
	(void)s;
	assert_true(clock_wall_100ns() > 132223104000000000ull); /* 2020-01-01 */
	uint64_t a = clock_mono_ns(), b = clock_mono_ns();
	assert_true(b >= a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(errors_carry_one_sentence),
	        cmocka_unit_test(long_prefix_keeps_the_buffer_whole),
	        cmocka_unit_test(lists_keep_order),
	        cmocka_unit_test(windows_time_is_after_2020),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
