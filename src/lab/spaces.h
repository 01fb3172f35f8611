/*
 * spaces: the namespaces of `flue run --lab`. The calling process goes into a user and a network namespace (the host's); the peer's network
 * namespace stands beside it; what clients start is in a PID namespace whose init is ours, so that all of it dies with the lab.
 *
 *   spaces_open()   before any thread is made
 *   spaces_enter()  a client (`flue host`, `flue peer`) steps into them by descriptors that the lab gave it
 */
#pragma once
#include "base/base.h"
#include <sys/types.h>

enum space { SPACE_HOST, SPACE_PEER };
struct spaces {
	bool open, user; /* user: a user namespace was made */
	int net[2];      /* network namespaces */
	int init;        /* pidfd of the PID namespace's init: readable when it has ended, and everything in there with it */
	int life;        /* closed: it ends */
	pid_t pid;
};
void spaces_init(struct spaces *s);
/* An error leaves the caller where it may no longer be of use: end. -EPERM and such: the sentence holds what mends it. */
int spaces_open(struct spaces *s, struct err *e);
void spaces_close(struct spaces *s);
/* Runs fn in that network namespace, on the calling thread. */
int spaces_run(struct spaces *s, enum space where, int (*fn)(void *ctx, struct err *e), void *ctx, struct err *e);
/* Client side: spaces.init, and net[SPACE_PEER] or -1 for the host's side. Children of the caller are in the PID namespace from then on;
 * the working directory is kept. */
int spaces_enter(int init, int peer_net, struct err *e);
