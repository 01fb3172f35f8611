/* The keyword store: what a kill at any moment, a full disk and a damaged file leave. */
#include "lab/store.h"
#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>

static char dir[64];
static int setup(void **s)
{
	(void)s;
	snprintf(dir, sizeof(dir), "/tmp/flue-store.XXXXXX");
	if (!mkdtemp(dir))
		return -1;
	return setenv("FLUE_STATE", dir, 1);
}
static int teardown(void **s)
{
	char cmd[100];

	(void)s;
	snprintf(cmd, sizeof(cmd), "rm -rf '%s'", dir);
	return system(cmd);
}
static struct store *open_ok(const char *name, const char *service, char *note)
{
	struct err e = {0};
	struct store *st;
	char unused[300];

	if (store_open(name, service, &st, note ? note : unused, 300, &e))
		fail_msg("%s", e.text);
	return st;
}
static void put_ok(struct store *s, const char *name, const char *data)
{
	struct err e = {0};

	if (store_put(s, "\\Registry\\K", name, 1, data, strlen(data), &e))
		fail_msg("%s", e.text);
}
static void kept_and_replaced(void **x)
{
	struct store *s = open_ok("a0", "drv", NULL);
	struct stat st;
	char note[300];

	(void)x;
	put_ok(s, "*Lso", "1");
	put_ok(s, "*lso", "0"); /* names are case-insensitive: one value */
	put_ok(s, "other", "x");
	assert_int_equal(store_put(s, "\\Registry\\K", "other", 0, NULL, SIZE_MAX, NULL), 0);
	assert_int_equal(json_array_size(store_values(s)), 2);
	assert_int_equal(stat(store_path(s), &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	store_close(s);
	s = open_ok("a0", "drv", note);
	assert_int_equal(json_array_size(store_values(s)), 2);
	assert_string_equal(json_string_value(json_object_get(json_array_get(store_values(s), 0), "data")), "30");
	assert_true(json_is_true(json_object_get(json_array_get(store_values(s), 1), "delete")));
	assert_non_null(strstr(note, "2 settings from"));
	store_close(s);
	s = open_ok("a0", "another", note);
	assert_int_equal(json_array_size(store_values(s)), 0);
	assert_non_null(strstr(note, "belongs to driver 'drv'"));
	store_close(s);
}
static void memory_only(void **x)
{
	struct store *s = open_ok(NULL, "drv", NULL);

	(void)x;
	put_ok(s, "k", "1");
	assert_int_equal(json_array_size(store_values(s)), 1);
	store_close(s);
	assert_int_equal(rmdir(dir), 0); /* nothing was written */
	assert_int_equal(mkdir(dir, 0700), 0);
}
static void killed_at_any_moment(void **x)
{
	(void)x;
	for (int round = 0; round < 12; round++) {
		pid_t pid = fork();
		struct store *s;
		struct timespec t = {0, 500000 + round * 700000};

		if (pid == 0) {
			s = open_ok("k0", "drv", NULL);
			for (unsigned i = 0;; i++) {
				char v[400];

				memset(v, 'a' + (int)(i % 26), sizeof(v) - 1);
				v[sizeof(v) - 1] = 0;
				put_ok(s, "one", v);
				put_ok(s, "two", v);
			}
		}
		nanosleep(&t, NULL);
		kill(pid, SIGKILL);
		waitpid(pid, NULL, 0);
		s = open_ok("k0", "drv", NULL); /* fails when the file is not whole */
		for (size_t i = 0; i < json_array_size(store_values(s)); i++) {
			const char *hex = json_string_value(json_object_get(json_array_get(store_values(s), i), "data"));

			assert_int_equal(strlen(hex), 798);
			assert_memory_equal(hex, hex + 2, 796); /* one letter: one write */
		}
		store_close(s);
	}
}
static void full_disk_keeps_the_old(void **x)
{
	struct store *s = open_ok("f0", "drv", NULL);
	struct rlimit old, tiny;
	struct err e = {0};
	char big[9000];
	int r;

	(void)x;
	put_ok(s, "k", "old");
	memset(big, 'x', sizeof(big));
	/* a file size limit stops a write half way just as a full disk does */
	signal(SIGXFSZ, SIG_IGN);
	getrlimit(RLIMIT_FSIZE, &old);
	tiny = old;
	tiny.rlim_cur = 1000;
	setrlimit(RLIMIT_FSIZE, &tiny);
	r = store_put(s, "\\Registry\\K", "k", 1, big, sizeof(big), &e);
	setrlimit(RLIMIT_FSIZE, &old);
	assert_int_equal(r, -EFBIG);
	assert_non_null(strstr(e.text, "the file has what it had"));
	assert_string_equal(json_string_value(json_object_get(json_array_get(store_values(s), 0), "data")), "6f6c64");
	store_close(s);
	s = open_ok("f0", "drv", NULL);
	assert_string_equal(json_string_value(json_object_get(json_array_get(store_values(s), 0), "data")), "6f6c64");
	store_close(s);
	DIR *d = opendir(dir);

	for (struct dirent *f; (f = readdir(d));)
		assert_null(strstr(f->d_name, ".new")); /* no half-written file stays */
	closedir(d);
}
static void damaged_file_is_an_error(void **x)
{
	struct err e = {0};
	struct store *s;
	char path[100], note[100];
	FILE *f;

	(void)x;
	snprintf(path, sizeof(path), "%s/d0.json", dir);
	f = fopen(path, "w");
	fputs("{\"version\":1,\"values\":[", f);
	fclose(f);
	assert_int_not_equal(store_open("d0", "drv", &s, note, sizeof(note), &e), 0);
	assert_non_null(strstr(e.text, "move it away"));
}
static void no_directory(void **x)
{
	struct err e = {0};
	struct store *s;

	(void)x;
	setenv("FLUE_STATE", "/proc/nowhere", 1);
	s = open_ok("x0", "drv", NULL);
	assert_int_not_equal(store_put(s, "p", "n", 1, "x", 1, &e), 0);
	assert_non_null(strstr(e.text, "/proc/nowhere"));
	store_close(s);
	setenv("FLUE_STATE", dir, 1);
}
int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test_setup_teardown(kept_and_replaced, setup, teardown),
	        cmocka_unit_test_setup_teardown(memory_only, setup, teardown),
	        cmocka_unit_test_setup_teardown(killed_at_any_moment, setup, teardown),
	        cmocka_unit_test_setup_teardown(full_disk_keeps_the_old, setup, teardown),
	        cmocka_unit_test_setup_teardown(damaged_file_is_an_error, setup, teardown),
	        cmocka_unit_test_setup_teardown(no_directory, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
