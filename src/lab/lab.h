/*
 * lab: one NIC, its driver, its machine: what `flue run` is, and what one-shot commands and libflue's in-process runs use.
 *
 *   lab_open()   INF, NIC model, keyword store, machine, driver, up to Running; an error leaves nothing behind
 *   lab_loop()   serves until somebody says stop; lab_verb() is what the control socket and one-shot commands call
 *   lab_close()  orderly: adapter stopped, driver unloaded, machine gone
 *
 * One thread (the NIC model has its own). Time limits on everything the machine is asked.
 */
#pragma once
#include "base/base.h"
#include <jansson.h>

enum lab_on_crash { LAB_RESTART, LAB_STOP };
struct lab_options {
	const char *driver;     /* path of the .sys */
	const char *inf;        /* NULL: NAME.inf beside the driver, else none */
	const char *nic;        /* --nic SPEC, NULL: by the INF's hardware id */
	const char *name;       /* NULL: <driver>N */
	const char *symbols;    /* directory of PDBs; NULL: beside the driver */
	const char *const *set; /* NAME=VALUE keywords for this run */
	unsigned set_count;
	uint64_t ram;
	unsigned cpus;
	uint32_t ndis_version;
	uint32_t flags; /* enum ram_flags */
	uint64_t seed;
	enum lab_on_crash on_crash;
	unsigned max_restarts; /* 0 = 5 */
	const char *on_pause;  /* "upload", "hold"; NULL: upload */
	bool keep;             /* use the durable store */
	/* the netdev (src/lab/netdev.h); none is made unless one of these asks for it */
	bool lab;             /* namespaces of its own */
	const char *wire;     /* --wire SPEC; NULL: "tap" in a lab, else "null" */
	const char *netdev;   /* its name; NULL: the NIC's; "none" */
	int tap_fd, wire_fd;  /* an open TAP for the netdev, for a tap wire; 0: none */
	unsigned split;       /* as in struct port_shared */
	const char *serve[8]; /* --serve SPEC (src/net/conns.h) */
	unsigned serve_count;
	const char *chimney; /* --chimney disabled|enabled|automatic|default; NULL: default */
	const char *address[2];
	unsigned address_count;
	bool listen; /* control socket; bound before anything is started, served once Running */
};
struct lab;
struct lab_error {
	struct err e;
	bool has_status;
	uint32_t status;
	char klass[48];
	char report[256]; /* crash report's path, "" if none */
};
int lab_open(const struct lab_options *o, struct lab **out, struct lab_error *e);
void lab_close(struct lab *l);
/* Serves until stopped. Returns the exit code: 0, 1 = findings, 3 = the driver's end. */
int lab_loop(struct lab *l);
const char *lab_name(const struct lab *l);

/* Verbs: src/lab/verbs.c lists them. `result` is borrowed by the callback. */
typedef void (*lab_done)(void *ctx, json_t *result, const struct lab_error *e);
void lab_verb(struct lab *l, const char *verb, json_t *args, lab_done done, void *ctx);
/* The same, waiting. New reference or NULL. */
json_t *lab_verb_wait(struct lab *l, const char *verb, json_t *args, struct lab_error *e);
unsigned lab_findings(const struct lab *l);
const char *lab_finding(const struct lab *l, unsigned i); /* text; NULL past the end */

/* ---- files and names shared with the command (control.c) */
int lab_runtime_directory(char *out, size_t max, bool make, struct err *e); /* $XDG_RUNTIME_DIR/flue, else /tmp/flue-UID; 0700, ours */
int lab_socket_path(const char *name, char *out, size_t max, struct err *e);
bool lab_name_valid(const char *name); /* [A-Za-z0-9_.-]{1,31} */

/* Parses a driver in the sandbox without running it: {info:{...}, imports:[{dll,name,have}]}. New reference. */
json_t *lab_inspect(const char *driver, struct lab_error *e);

/* libflue, and tests, and bench: reads the driver file with a limit */
int lab_read_file(const char *path, size_t limit, void **out, size_t *size, struct err *e);
