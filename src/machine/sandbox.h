/*
 * The machine's sandbox: what driver code could reach of Linux if it got hold of our code, and what it can't.
 *
 * sandbox_enter() once, first thing in main, single-threaded: no new privileges, no capability, landlock without any rule (no file system),
 * seccomp with the list in sandbox.c. sandbox_thread() on every thread that may run driver code: Syscall User Dispatch, so that a `syscall`
 * instruction outside libc's text becomes SIGSYS instead of reaching Linux. Returns bits of enum sandbox_bits that hold; a kernel without
 * one of them runs with less, and says so in HELLO.
 */
#pragma once
#include "base/base.h"

enum sandbox_bits { SANDBOX_SECCOMP = 1, SANDBOX_LANDLOCK = 2, SANDBOX_USER_DISPATCH = 4, SANDBOX_NO_NEW_PRIVS = 8 };
int sandbox_enter(unsigned *bits, struct err *e);
void sandbox_thread(void);
