/* libflue as a driver developer's own test program uses it: the real command, the real machine, toe.sys. */
#include "flue/flue.h"
#include "base/base.h"
#include <jansson.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>

#define CONNECTION_CURRENT  0xFC01020Eu
#define CONNECTION_HARDWARE 0xFC01020Fu
#define GEN_MAXIMUM_FRAME   0x00010106u
#define GEN_PACKET_FILTER   0x0001010Eu
#define STATUS_UNSUPPORTED  0xC00000BBu

static char dir[64];
static int setup(void **s)
{
	char path[100];

	(void)s;
	signal(SIGPIPE, SIG_IGN);
	snprintf(dir, sizeof(dir), "/tmp/flue-libflue.XXXXXX");
	if (!mkdtemp(dir))
		return -1;
	snprintf(path, sizeof(path), "%s/run", dir);
	return mkdir(path, 0700) | setenv("XDG_RUNTIME_DIR", path, 1) | setenv("XDG_STATE_HOME", dir, 1) |
	       setenv("FLUE_BIN", FLUE_BIN_DIR, 1) | chdir(dir);
}
static int teardown(void **s)
{
	char cmd[100];

	(void)s;
	snprintf(cmd, sizeof(cmd), "rm -rf '%s'", dir);
	return chdir("/") | system(cmd);
}
static struct flue_nic *run(const char *name)
{
	struct flue_options o = {.size = sizeof(o), .driver = FLUE_DRIVER_DIR "/toe.sys", .nic = "toe,capacity=777", .name = name};
	struct flue_error e = {0};
	struct flue_nic *n;

	if (flue_run(&o, &n, &e))
		fail_msg("flue_run: %s", e.text);
	return n;
}
static struct flue_nic *open_nic(const char *name)
{
	struct flue_error e = {0};
	struct flue_nic *n;

	if (flue_open(name, &n, &e))
		fail_msg("flue_open: %s", e.text);
	return n;
}
static struct flue_capabilities capabilities(struct flue_nic *n)
{
	struct flue_capabilities c = {.size = sizeof(c)};
	struct flue_error e = {0};

	if (flue_capabilities(n, &c, &e))
		fail_msg("flue_capabilities: %s", e.text);
	return c;
}
static pid_t pid_of(struct flue_nic *n, const char *which)
{
	char *text = NULL;
	struct flue_error e = {0};

	if (flue_ask(n, "show", NULL, &text, &e))
		fail_msg("show: %s", e.text);
	json_t *j = json_loads(text, 0, NULL);
	pid_t pid = (pid_t)json_integer_value(json_object_get(j, which));

	json_decref(j);
	free(text);
	assert_true(pid > 1);
	return pid;
}
static void nap(long ms)
{
	nanosleep(&(struct timespec){ms / 1000, ms % 1000 * 1000000}, NULL);
}

static void a_driver_runs_for_the_length_of_the_program(void **s)
{
	struct flue_error e = {0};
	struct flue_nic *n = run("lf0"), *gone;

	(void)s;
	assert_string_equal(flue_name(n), "lf0");
	struct flue_capabilities c = capabilities(n);
	assert_true(c.running);
	assert_true(c.connection_current.reported && c.connection_hardware.reported);
	assert_int_equal(c.connection_current.ipv4, 1);
	assert_int_equal(c.connection_current.ipv6, 1);
	assert_int_equal(c.connection_current.capacity, 777);
	assert_int_equal(c.connection_hardware.capacity, 777);
	assert_true(c.task_current_bytes > 100 && c.task_hardware_bytes >= c.task_current_bytes);
	/* what a driver's header says it is, as far as what was kept */
	assert_true(c.task_current[0] == 0xa7 && c.task_current[1] >= 1 &&
	            *(uint16_t *)(void *)(c.task_current + 2) <= sizeof(c.task_current));
	assert_int_equal(flue_close(n, &e), 0);
	assert_int_equal(flue_open("lf0", &gone, &e), -ENOENT);
	assert_null(gone);
	assert_int_equal(e.code, -ENOENT);
}

static void oids_make_a_round_trip(void **s)
{
	uint8_t answer[512], page[512];
	struct flue_error e = {0};
	struct flue_nic *n = run("lf0");
	struct flue_oid o = {.size = sizeof(o), .oid = CONNECTION_CURRENT, .buffer = answer, .out_length = sizeof(answer)};
	uint32_t filter = 5;

	(void)s;
	assert_int_equal(flue_oid(n, &o, &e), 0);
	assert_int_equal(o.status, 0);
	assert_true(o.written >= 20);
	/* the page says what the question answers */
	assert_int_equal(flue_published(n, CONNECTION_CURRENT, page, sizeof(page)), o.written);
	assert_memory_equal(answer, page, o.written);
	/* too short a buffer: nothing written, and how much is needed */
	struct flue_oid shorter = {.size = sizeof(o), .oid = CONNECTION_CURRENT, .buffer = answer, .out_length = 4};
	assert_int_equal(flue_oid(n, &shorter, &e), 0);
	assert_true(shorter.status >= 0xC0000000);
	assert_true(shorter.needed == o.written && !shorter.written);
	/* one that the driver answers itself; a set that is read back; one that nobody knows */
	struct flue_oid frame = {.size = sizeof(o), .oid = GEN_MAXIMUM_FRAME, .buffer = answer, .out_length = 4};
	assert_int_equal(flue_oid(n, &frame, &e), 0);
	assert_int_equal(frame.status, 0);
	assert_int_equal(*(uint32_t *)(void *)answer, 1500);
	struct flue_oid set = {.size = sizeof(o), .type = FLUE_SET, .oid = GEN_PACKET_FILTER, .buffer = &filter, .in_length = 4};
	assert_int_equal(flue_oid(n, &set, &e), 0);
	assert_int_equal(set.status, 0);
	assert_int_equal(set.read, 4);
	struct flue_oid unknown = {.size = sizeof(o), .oid = 0xff123456, .buffer = answer, .out_length = 4};
	assert_int_equal(flue_oid(n, &unknown, &e), 0);
	assert_int_equal(unknown.status, STATUS_UNSUPPORTED);
	assert_int_equal(flue_close(n, &e), 0);
}

static void changes_show_with_what_followed_them(void **s)
{
	struct flue_error e = {0};
	struct flue_nic *n = run("lf0");
	struct flue_capabilities before = capabilities(n), after;
	char *lines, *pause, *resume;

	(void)s;
	assert_int_equal(flue_set_parameter(n, "TcpConnectionIPv6=off", &lines, &e), 0);
	assert_int_equal(e.status, 0);
	pause = strstr(lines, "NDIS_STATUS_OFFLOAD_PAUSE");
	resume = strstr(lines, "NDIS_STATUS_OFFLOAD_RESUME");
	assert_true(pause && resume && pause < resume);
	free(lines);
	after = capabilities(n);
	assert_true(after.changes > before.changes);
	assert_true(after.connection_current.ipv4 == 1 && after.connection_current.ipv6 != 1 && after.connection_hardware.ipv6 == 1);
	/* the NIC itself loses a capability */
	assert_int_equal(flue_set_hardware(n, "capacity", "8", &lines, &e), 0);
	assert_non_null(strstr(lines, "NDIS_STATUS_OFFLOAD_RESUME"));
	free(lines);
	assert_int_equal(capabilities(n).connection_current.capacity, 8);
	assert_int_equal(flue_close(n, &e), 0);
}

struct asker {
	struct flue_nic *nic;
	_Atomic bool *stop;
	unsigned asked, wrong;
	bool page;
};
static void *ask_on(void *ctx)
{
	struct asker *a = ctx;

	while (!atomic_load(a->stop)) {
		uint8_t b[64];
		struct flue_oid o = {.size = sizeof(o), .oid = CONNECTION_HARDWARE, .buffer = b, .out_length = sizeof(b)};
		struct flue_capabilities c = {.size = sizeof(c)};

		a->asked++;
		if (a->page) /* a torn look would have neither the old value nor one of the new */
			a->wrong += flue_capabilities(a->nic, &c, NULL) || c.connection_current.ipv4 != 1 ||
			            c.connection_hardware.ipv4 != 1 ||
			            (c.connection_current.capacity != 777 && c.connection_current.capacity - 100 > 9);
		else
			a->wrong += flue_oid(a->nic, &o, NULL) || o.status || o.written < 20;
	}
	return NULL;
}
static void many_clients_at_once_see_one_truth(void **s)
{
	struct flue_error e = {0};
	struct flue_nic *n = run("lf0"), *others[4];
	struct asker askers[4] = {{0}};
	_Atomic bool stop = false;
	pthread_t threads[4];

	(void)s;
	for (int i = 0; i < 4; i++) {
		others[i] = open_nic("lf0");
		askers[i] = (struct asker){.nic = others[i], .stop = &stop, .page = i % 2};
		assert_int_equal(pthread_create(&threads[i], NULL, ask_on, &askers[i]), 0);
	}
	for (int i = 0; i < 2; i++) { /* each waits until the log is quiet, which it is not here: 2 s */
		char capacity[16];

		snprintf(capacity, sizeof(capacity), "%d", 100 + i);
		if (flue_set_hardware(n, "capacity", capacity, NULL, &e))
			fail_msg("%s", e.text);
		/* the change is the NIC's and comes when the driver is through with it: the others' questions are in its way */
		for (int k = 0; k < 500 && capabilities(others[i % 4]).connection_current.capacity != 100 + (uint32_t)i; k++)
			nap(10);
		assert_int_equal(capabilities(others[i % 4]).connection_current.capacity, 100 + i);
	}
	atomic_store(&stop, true);
	for (int i = 0; i < 4; i++) {
		pthread_join(threads[i], NULL);
		assert_true(askers[i].asked > 0);
		assert_int_equal(askers[i].wrong, 0);
		assert_int_equal(flue_close(others[i], &e), 0); /* not its own NIC: it goes on */
	}
	assert_true(capabilities(n).running);
	assert_int_equal(flue_close(n, &e), 0);
}

static void misuse_is_told_in_a_line(void **s)
{
	struct flue_options o = {.size = 0, .driver = FLUE_DRIVER_DIR "/toe.sys"};
	struct flue_error e = {0};
	struct flue_nic *n = (void *)1;
	uint8_t b[4];

	(void)s;
	assert_int_equal(flue_run(&o, &n, &e), -EINVAL);
	assert_null(n);
	assert_true(*e.text && e.code == -EINVAL);
	o.size = sizeof(o);
	o.driver = NULL;
	assert_int_equal(flue_run(&o, &n, &e), -EINVAL);
	o.driver = "/nonexistent/x.sys";
	assert_true(flue_run(&o, &n, &e) < 0 && !n);
	assert_non_null(strstr(e.text, "/nonexistent/x.sys"));
	assert_null(strchr(e.text, '\n'));
	o.driver = FLUE_DRIVER_DIR "/toe.sys";
	o.nic = "warp-drive";
	assert_true(flue_run(&o, &n, &e) < 0 && !n && strstr(e.text, "warp-drive"));
	assert_true(flue_open("../../etc/passwd", &n, &e) < 0 && !n);
	assert_int_equal(flue_open("nobody", &n, NULL), -ENOENT);
	assert_int_equal(flue_close(NULL, NULL), 0);

	n = run("lf0");
	struct flue_oid bad = {.size = 3, .oid = CONNECTION_CURRENT, .buffer = b, .out_length = 4};
	assert_int_equal(flue_oid(n, &bad, &e), -EINVAL);
	bad = (struct flue_oid){.size = sizeof(bad), .type = 7, .buffer = b, .out_length = 4};
	assert_int_equal(flue_oid(n, &bad, &e), -EINVAL);
	bad = (struct flue_oid){.size = sizeof(bad), .buffer = b, .out_length = 65537};
	assert_int_equal(flue_oid(n, &bad, &e), -EINVAL);
	struct flue_capabilities c = {.size = 8};
	assert_int_equal(flue_capabilities(n, &c, &e), -EINVAL);
	assert_int_equal(flue_published(n, CONNECTION_CURRENT, b, sizeof(b)), -ENOSPC);
	assert_int_equal(flue_published(n, GEN_MAXIMUM_FRAME, b, sizeof(b)), -EINVAL);
	assert_true(flue_set_parameter(n, "NoSuchOffload=on", NULL, &e) < 0 && strstr(e.text, "NoSuchOffload"));
	assert_true(flue_set_parameter(n, "TcpConnectionIPv6", NULL, &e) < 0 && *e.text);
	assert_true(flue_set_hardware(n, "warp", "9", NULL, &e) < 0 && strstr(e.text, "warp"));
	assert_true(flue_ask(n, "dance", NULL, NULL, &e) < 0 && strstr(e.text, "dance"));
	assert_int_equal(flue_ask(n, "show", "[1", NULL, &e), -EINVAL);
	assert_int_equal(flue_ask(n, "watch", NULL, NULL, &e), -ENOTSUP);
	assert_true(capabilities(n).running); /* none of it did harm */
	assert_int_equal(flue_close(n, &e), 0);
}

static void a_driver_started_anew_makes_the_page_stale(void **s)
{
	struct flue_error e = {0};
	struct flue_nic *n = run("lf0");
	struct flue_capabilities c = {.size = sizeof(c)};
	uint8_t b[64];
	int r = 0;

	(void)s;
	kill(pid_of(n, "machine_pid"), SIGKILL);
	for (int i = 0; i < 500 && (r = flue_capabilities(n, &c, &e)) != -ESTALE; i++)
		nap(10);
	assert_int_equal(r, -ESTALE);
	assert_non_null(strstr(e.text, "flue_refresh"));
	assert_int_equal(flue_published(n, CONNECTION_CURRENT, b, sizeof(b)), -ESTALE);
	for (int i = 0; i < 500 && (r = flue_refresh(n, &e)); i++)
		nap(20);
	assert_int_equal(r, 0);
	for (int i = 0; i < 500 && !capabilities(n).running; i++)
		nap(10);
	assert_int_equal(capabilities(n).connection_current.capacity, 777);
	assert_true(flue_close(n, &e) >= 0);
}

static void a_lab_that_is_killed_is_an_error_at_once(void **s)
{
	struct flue_error e = {0};
	struct flue_nic *n = run("lf0"), *other = open_nic("lf0");
	uint8_t b[64];
	struct flue_oid o = {.size = sizeof(o), .oid = CONNECTION_CURRENT, .buffer = b, .out_length = sizeof(b)};

	(void)s;
	kill(pid_of(n, "pid"), SIGKILL);
	time_t before = time(NULL);
	assert_true(flue_oid(n, &o, &e) < 0);
	assert_true(*e.text && !strchr(e.text, '\n'));
	assert_true(flue_oid(other, &o, &e) < 0);
	assert_true(flue_refresh(other, &e) < 0);
	assert_true(flue_ask(other, "show", NULL, NULL, &e) < 0);
	assert_true(flue_close(n, &e) < 0);
	assert_int_equal(flue_close(other, &e), 0);
	assert_true(time(NULL) - before < 5);
	assert_int_equal(flue_open("lf0", &n, &e), -ENOENT); /* and the dead one's socket is in nobody's way */
	n = run("lf0");
	assert_int_equal(flue_close(n, &e), 0);
}

static void the_lab_ends_with_the_program_however_that_ends(void **s)
{
	int p[2], status;
	pid_t child, lab = 0;

	(void)s;
	assert_int_equal(pipe(p), 0);
	child = fork();
	if (child == 0) {
		lab = pid_of(run("lf0"), "pid");
		if (write(p[1], &lab, sizeof(lab)) != sizeof(lab))
			_exit(1);
		for (;;)
			pause();
	}
	close(p[1]);
	assert_int_equal(read(p[0], &lab, sizeof(lab)), sizeof(lab));
	close(p[0]);
	kill(child, SIGKILL);
	waitpid(child, &status, 0);
	for (int i = 0; i < 1000 && !kill(lab, 0); i++) {
		char path[64], state = 0;
		snprintf(path, sizeof(path), "/proc/%d/stat", lab);
		FILE *f = fopen(path, "r");
		if (!f)
			break;
		if (fscanf(f, "%*d (%*[^)]) %c", &state) == 1 && state == 'Z') { /* of init's to reap, or nobody's in a container */
			fclose(f);
			break;
		}
		fclose(f);
		nap(10);
		assert_true(i < 999);
	}
	struct flue_error e = {0};
	struct flue_nic *n;
	assert_int_equal(flue_open("lf0", &n, &e), -ENOENT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(a_driver_runs_for_the_length_of_the_program),
	        cmocka_unit_test(oids_make_a_round_trip),
	        cmocka_unit_test(changes_show_with_what_followed_them),
	        cmocka_unit_test(many_clients_at_once_see_one_truth),
	        cmocka_unit_test(misuse_is_told_in_a_line),
	        cmocka_unit_test(a_driver_started_anew_makes_the_page_stale),
	        cmocka_unit_test(a_lab_that_is_killed_is_an_error_at_once),
	        cmocka_unit_test(the_lab_ends_with_the_program_however_that_ends),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
