/* What the tests of the executive's core share: starting it, running something in a child process and reading how it crashed. */
#pragma once
#include "nt/core.h"
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>

static inline void core_start(bool serial, uint64_t seed, unsigned cpus)
{
	struct err e = {0};
	struct nt_config c = nt_test_config();
	c.serial = serial;
	c.seed = seed;
	c.cpus = cpus;
	if (nt_init(&c, &e))
		fail_msg("nt_init: %s", e.text);
	nt_thread_adopt("test");
}

static inline void core_stop(void)
{
	nt_exit();
}

static int core_pipe;
static void __attribute__((noreturn)) core_fatal(const struct nt_crash *c)
{
	if (write(core_pipe, c, sizeof *c) != (ssize_t)sizeof *c)
		_exit(71);
	_exit(70);
}

/* Runs fn in a child with the executive up. True: it crashed, and *c says how. The child fails the test if it returns. */
static inline bool core_crashes(void (*fn)(void), bool serial, bool strict, struct nt_crash *c)
{
	int p[2], status;

	memset(c, 0, sizeof *c);
	if (pipe(p))
		fail_msg("pipe");
	pid_t pid = fork();
	if (pid == 0) {
		struct err e = {0};
		struct nt_config config = nt_test_config();
		core_pipe = p[1];
		config.serial = serial;
		config.strict = strict;
		config.cpus = 4;
		config.fatal = core_fatal;
		alarm(20);
		if (nt_init(&config, &e))
			_exit(72);
		nt_thread_adopt("test");
		fn();
		_exit(0);
	}
	close(p[1]);
	size_t got = 0;
	for (ssize_t n; got < sizeof *c && (n = read(p[0], (char *)c + got, sizeof *c - got)) > 0;)
		got += (size_t)n;
	close(p[0]);
	waitpid(pid, &status, 0);
	return WIFEXITED(status) && WEXITSTATUS(status) == 70 && got == sizeof *c;
}

static inline uint64_t core_real_ms(void)
{
	return clock_mono_ns() / 1000000;
}

static inline LARGE_INTEGER core_ms(int64_t ms)
{
	return (LARGE_INTEGER){.QuadPart = -ms * 10000};
}

static inline void core_sleep_ms(int64_t ms)
{
	LARGE_INTEGER t = core_ms(ms);
	KeDelayExecutionThread(KernelMode, FALSE, &t);
}
