/* The client's end of a guest channel: see guest.c. One thread at a time. */
#pragma once
#include "lab/control.h"

struct guest { /* all 0: none */
	bool open;
	int fd;
	char *packet, adapter[40];
	uint32_t id;
	json_int_t machine; /* pid */
	uint64_t retry_at;  /* when to ask for another one; UINT64_MAX: not before guest_renew() */
};
void guest_close(struct guest *g);
void guest_renew(struct guest *g);
/* MM_OID with `args` (borrowed). 0 and a new reference in *answer; -EAGAIN: not carried out, ask through the control socket; another
 * negative errno and `e`: carried out perhaps, and no answer. */
int guest_oid(struct guest *g, struct control *control, json_t *args, unsigned timeout_ms, json_t **answer, struct lab_error *e);
