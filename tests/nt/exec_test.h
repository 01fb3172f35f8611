/* What the tests of the executive's exec half share: starting it, and running one expression in a child to read how it crashed (a process
 * crashes once). */
#pragma once
#include "nt/exec.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

static int exec_pipe[2];
static struct nt_crash exec_crash;
static void __attribute__((noreturn)) exec_fatal(const struct nt_crash *c)
{
	if (write(exec_pipe[1], c, sizeof *c) != (ssize_t)sizeof *c)
		fprintf(stderr, "crash nobody expected: %s: %s\n", c->klass, c->line);
	_exit(70);
}
/* More of the configuration than verify: set in a test's setup before exec_start. */
static struct nt_config exec_extra;
static inline int exec_start(bool verify)
{
	struct err e = {0};
	struct nt_config c = nt_test_config();
	c.fatal = exec_fatal;
	c.verify = verify;
	if (exec_extra.ndis_version)
		c.ndis_version = exec_extra.ndis_version;
	c.on_log = exec_extra.on_log;
	c.on_registry_write = exec_extra.on_registry_write;
	int r = nt_init(&c, &e);
	if (r)
		print_error("%s\n", e.text);
	else
		nt_thread_adopt("test");
	return r;
}
static inline int setup(void **state)
{
	(void)state;
	return exec_start(false);
}
static inline __attribute__((unused)) int setup_verify(void **state)
{
	(void)state;
	return exec_start(true);
}
static inline int teardown(void **state)
{
	(void)state;
	nt_exit();
	return 0;
}
/* RAM is shared memory: without a copy of its own, the dying child would write its IRQL and its side stack into the parent's. */
static inline void exec_child_ram(void)
{
	const struct ram_header *h = nt_cfg.ram;
	if (h && mmap(nt_cfg.ram, h->ram_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_FIXED, nt_ram_fd(), 0) == MAP_FAILED)
		_exit(72);
	alarm(20);
}
static inline void exec_child_end(pid_t pid, const char *what, const char *text)
{
	int status;
	close(exec_pipe[1]);
	memset(&exec_crash, 0, sizeof exec_crash);
	size_t got = 0;
	for (ssize_t n; got < sizeof exec_crash && (n = read(exec_pipe[0], (char *)&exec_crash + got, sizeof exec_crash - got)) > 0;)
		got += (size_t)n;
	close(exec_pipe[0]);
	waitpid(pid, &status, 0);
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 70)
		fail_msg("%s did not crash (wait status 0x%x)", what, status);
	if (!strstr(exec_crash.line, text))
		fail_msg("'%s' does not say '%s'", exec_crash.line, text);
}
#define EXPECT_CRASH(call, text)                                                                                                           \
	do {                                                                                                                               \
		assert_int_equal(pipe(exec_pipe), 0);                                                                                      \
		pid_t pid = fork();                                                                                                        \
		if (!pid) {                                                                                                                \
			exec_child_ram();                                                                                                  \
			call;                                                                                                              \
			_exit(0);                                                                                                          \
		}                                                                                                                          \
		exec_child_end(pid, #call, text);                                                                                          \
	} while (0)
