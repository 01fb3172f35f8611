/* Each attempt is a child of its own that goes into the sandbox and then tries one thing. */
#include "machine/sandbox.h"
#include "base/feature.h"
#include <fcntl.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#ifndef SYS_USER_DISPATCH
#define SYS_USER_DISPATCH 2
#endif
#define REFUSED  41 /* the call came back with an error */
#define SIGNAL   42 /* SIGSYS from seccomp */
#define DISPATCH 43 /* SIGSYS from user dispatch */
#define DONE     44 /* it worked */

static void on_sigsys(int sig, siginfo_t *i, void *u)
{
	(void)sig, (void)u;
	_exit(i->si_code == SYS_USER_DISPATCH ? DISPATCH : SIGNAL);
}

static unsigned bits_of_child;
static int in_sandbox(long (*attempt)(void))
{
	int status, p[2];
	if (pipe(p))
		return -1;
	pid_t pid = fork();
	if (pid == 0) {
		unsigned bits;
		struct err e = {0};
		struct sigaction sa = {.sa_sigaction = on_sigsys, .sa_flags = SA_SIGINFO};
		sigaction(SIGSYS, &sa, NULL);
		signal(SIGSEGV, SIG_DFL); /* cmocka's own would jump back into the parent's tests */
		if (sandbox_enter(&bits, &e)) {
			if (write(2, e.text, strlen(e.text)) < 0)
				_exit(1);
			_exit(2);
		}
		if (write(p[1], &bits, sizeof bits) != sizeof bits)
			_exit(3);
		_exit(attempt() < 0 ? REFUSED : DONE);
	}
	close(p[1]);
	if (read(p[0], &bits_of_child, sizeof bits_of_child) != sizeof bits_of_child)
		bits_of_child = 0;
	close(p[0]);
	waitpid(pid, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
}

static long try_nothing(void)
{
	return 0;
}
static long try_open(void)
{
	return open("/etc/passwd", O_RDONLY);
}
static long try_socket(void)
{
	return socket(AF_INET, SOCK_STREAM, 0);
}
static long try_fork(void)
{
	return fork();
}
static long try_exec(void)
{
	return execl("/bin/true", "true", NULL);
}
static long try_kill(void)
{
	return kill(getppid(), 0);
}
static long try_ptrace(void)
{
	return syscall(SYS_ptrace, 0, 0, 0, 0);
}
static long try_dispatch_off(void)
{
	return prctl(59, 0, 0, 0, 0);
}
static long try_map_file(void)
{
	void *p = mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, 0, 0);
	return p == MAP_FAILED ? -1 : 0;
}
static long try_truncate(void)
{
	return ftruncate(4, 0);
}
static long try_fallocate(void)
{
	return fallocate(4, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, 0, 4096);
}
static long try_io_uring(void)
{
	return syscall(425, 1, NULL);
}
static long try_dup(void)
{
	return dup(1);
}
static long try_raw(void)
{
	long r = SYS_getpid;
	__asm__ volatile("syscall" : "+a"(r) : : "rcx", "r11", "memory");
	return r;
}
static long try_int80(void)
{
	long r = 20;
	__asm__ volatile("int $0x80" : "+a"(r) : : "memory");
	return r;
}
static void *nothing(void *p)
{
	return p;
}
static long try_thread(void)
{
	pthread_t t;
	if (pthread_create(&t, NULL, nothing, NULL))
		return -1;
	return -pthread_join(t, NULL);
}
static long try_memory(void)
{
	char *p = malloc(10 << 20);
	if (!p)
		return -1;
	memset(p, 1, 10 << 20);
	free(p);
	return 0;
}

static void the_needful_works(void **s)
{
	(void)s;
	assert_int_equal(in_sandbox(try_nothing), DONE);
	assert_true(bits_of_child & SANDBOX_SECCOMP);
	assert_true(bits_of_child & SANDBOX_NO_NEW_PRIVS);
	assert_int_equal(in_sandbox(try_thread), DONE);
	assert_int_equal(in_sandbox(try_memory), DONE);
}

static void nothing_outside_is_reached(void **s)
{
	(void)s;
	if (BASE_SANITIZED) /* the run-time needs open and more: the filter is wider there */
		skip();
	assert_int_equal(in_sandbox(try_open), REFUSED);
	assert_int_equal(in_sandbox(try_socket), SIGNAL);
	assert_int_equal(in_sandbox(try_fork), SIGNAL);
	assert_int_equal(in_sandbox(try_exec), SIGNAL);
	assert_int_equal(in_sandbox(try_kill), SIGNAL);
	assert_int_equal(in_sandbox(try_ptrace), SIGNAL);
	assert_int_equal(in_sandbox(try_dispatch_off), SIGNAL);
	assert_int_equal(in_sandbox(try_map_file), SIGNAL);
	assert_int_equal(in_sandbox(try_truncate), SIGNAL);
	assert_int_equal(in_sandbox(try_fallocate), SIGNAL);
	assert_int_equal(in_sandbox(try_io_uring), SIGNAL);
	assert_int_equal(in_sandbox(try_dup), SIGNAL);
}

static void a_system_call_outside_libc_does_not_reach_linux(void **s)
{
	(void)s;
	in_sandbox(try_nothing);
	if (!(bits_of_child & SANDBOX_USER_DISPATCH))
		skip();
	assert_int_equal(in_sandbox(try_raw), DISPATCH);
	/* a kernel without 32-bit emulation answers int 80h with SIGSEGV */
	int r = in_sandbox(try_int80);
	assert_true(r == DISPATCH || r == SIGNAL || r == 1000 + SIGSEGV);
}

static void what_is_switched_off_stays_down_and_is_told(void **s)
{
	(void)s;
	if (BASE_SANITIZED)
		skip();
	in_sandbox(try_nothing);
	unsigned all = bits_of_child;
	base_features_set_off(1u << FEATURE_LANDLOCK);
	assert_int_equal(in_sandbox(try_open), REFUSED); /* seccomp still keeps files away */
	assert_int_equal(bits_of_child, all & ~(unsigned)SANDBOX_LANDLOCK);
	base_features_set_off(1u << FEATURE_USER_DISPATCH);
	assert_int_equal(in_sandbox(try_raw), DONE); /* getpid is in seccomp's list, and nothing else looks */
	assert_int_equal(bits_of_child, all & ~(unsigned)SANDBOX_USER_DISPATCH);
	base_features_set_off(1u << FEATURE_SECCOMP);
	assert_int_equal(in_sandbox(try_nothing), 2); /* nothing runs without */
	base_features_set_off(0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(the_needful_works),
	        cmocka_unit_test(nothing_outside_is_reached),
	        cmocka_unit_test(a_system_call_outside_libc_does_not_reach_linux),
	        cmocka_unit_test(what_is_switched_off_stays_down_and_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
