/* The client's side of the control socket, for the command and libflue; and what both sides agree on (see control.c). */
#pragma once
#include "lab/lab.h"

#define CONTROL_VERSION  1
#define CONTROL_LINE_MAX (256u << 10)

struct control;
/* Connects and exchanges the greeting. -ENOENT: no NIC of that name runs. */
int control_open(const char *name, struct control **out, struct err *e);
void control_close(struct control *c);
/* One request, waits for its answer. Takes args. New reference, or NULL and `e`. timeout_ms 0: 120 s. `fd` may be NULL: a descriptor that
 * came along. */
json_t *control_call(struct control *c, const char *verb, json_t *args, unsigned timeout_ms, int *fd, struct lab_error *e);
/* After watch: the next message. NULL at the end or on error. */
json_t *control_next(struct control *c, struct lab_error *e);
int control_fd(const struct control *c);
bool control_remove_stale(const char *path); /* true: it was of a dead lab and is gone */
/* Calls fn for every running NIC's name, sorted. Stale sockets are removed. Returns the number. */
int control_each(void (*fn)(void *ctx, const char *name), void *ctx);
