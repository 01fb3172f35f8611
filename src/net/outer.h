/*
 * outer: a process that stays in the caller's network namespace and connects sockets there, for a lab that is in another (--lab). Started
 * before the namespaces are made; it ends with the lab.
 */
#pragma once
#include "base/base.h"

struct outer;
int outer_open(struct outer **out, struct err *e);
void outer_close(struct outer *o);
/* A non-blocking stream socket on its way to ADDRESS:PORT or [ADDRESS]:PORT. `o` NULL: made here. */
int outer_connect(struct outer *o, const char *target, int *fd, struct err *e);
int outer_target(const char *target, void *sockaddr_storage, unsigned *length, struct err *e); /* parses; numeric only */
