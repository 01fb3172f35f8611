/*
 * The machine's end of the control socket. control_run() reads requests until the lab closes the socket or says MM_EXIT; each request runs
 * on an executive thread of its own choosing (a small pool; in serial mode one new thread per request, so that the scheduler sees them
 * all). A guest channel, once lent, has a thread of its own.
 */
#pragma once
#include "base/base.h"
#include "bus/abi.h"
#include <jansson.h>

int control_run(struct ram_header *ram);
/* Asks the lab and waits for its answer; used by NDIS's registry hook so that a keyword is durable before the driver sees the set. Takes
 * `body`. */
int control_ask(uint32_t verb, json_t *body);
/* One way message. Takes `body`. */
void control_tell(uint32_t verb, json_t *body);
void control_send(uint32_t verb, uint32_t id, const void *body, size_t bytes);

/* verbs.c: carries out one request. Returns the JSON body of MM_OK, or NULL with `e` (and optionally an NTSTATUS) set. */
struct verb_error {
	struct err e;
	bool has_status;
	uint32_t status;
	char klass[32]; /* "load", "start", ... */
};
json_t *verb_run(struct ram_header *ram, uint32_t verb, json_t *args, struct verb_error *e);

/* verbs.c: tcpip_config.net; goes to the lab as MM_NET. */
void machine_net(const void *pdo, json_t *net);

json_t *machine_hex(const void *data, size_t bytes);
/* Decodes hex text into a new buffer (free()); NULL on bad text. */
void *machine_unhex(const char *text, size_t *bytes);
