/*
 * libflue: Flue from your own test program.
 *
 * Open a NIC that runs (`flue run ... --detach`), or run a driver for the length of your program; then ask OIDs, read what the driver
 * reports, change it.
 *
 *     struct flue_error e;
 *     struct flue_nic *nic;
 *     const struct flue_options o = {.size = sizeof o, .driver = "toe.sys", .nic = "toe,capacity=1024"};
 *
 *     if (flue_run(&o, &nic, &e))
 *             return fprintf(stderr, "%s\n", e.text), 1;
 *     struct flue_capabilities c = {.size = sizeof c};
 *     flue_capabilities(nic, &c, &e);
 *     printf("%u connections\n", c.connection_current.capacity);
 *     flue_close(nic, NULL);
 *
 * Errors: functions return 0 or a negative errno, and fill `e` (may be NULL) with one sentence for a human. A handle may be used by one
 * thread at a time; flue_capabilities() and flue_published() may be called from any number of threads at once. Strings that a function
 * gives are the caller's: free(). Every structure begins with its size, set by the caller: the library fills no more than that, so a
 * program built against an older header goes on working.
 */
#ifndef FLUE_FLUE_H
#define FLUE_FLUE_H
#include <stddef.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif
#define FLUE_API __attribute__((visibility("default")))

struct flue_nic;
struct flue_error {
	int code;         /* negative errno; 0 = no error */
	uint32_t status;  /* NDIS_STATUS or NTSTATUS of the driver, where one is the cause */
	char text[512];   /* one line */
	char report[256]; /* crash report's path when the driver crashed, else "" */
};
FLUE_API const char *flue_version(void);

/* ---- a NIC */
/* A running one, by the name that `flue ls` shows. -ENOENT: none of that name. */
FLUE_API int flue_open(const char *name, struct flue_nic **out, struct flue_error *e);

struct flue_options {
	size_t size;                  /* sizeof(struct flue_options) */
	const char *driver;           /* path of the .sys */
	const char *inf;              /* NULL: NAME.inf beside the driver, if there is one */
	const char *nic;              /* as --nic; NULL: by the INF's hardware ids */
	const char *name;             /* NULL: <driver>N */
	const char *const *arguments; /* further arguments of `flue run`, NULL-terminated; may be NULL */
};
/* Runs a driver up to Running, in a lab of its own that ends with this process, however that ends. Needs `flue` and `flue-machine` on PATH,
 * or FLUE_BIN=directory. */
FLUE_API int flue_run(const struct flue_options *o, struct flue_nic **out, struct flue_error *e);
/* Ends the connection; a NIC of flue_run() is stopped and its driver unloaded. Returns the number of findings of a NIC of flue_run(), 0 for
 * others, or a negative errno. */
FLUE_API int flue_close(struct flue_nic *nic, struct flue_error *e);
FLUE_API const char *flue_name(const struct flue_nic *nic);

/* ---- OIDs: a real round trip, through NDIS to the driver where NDIS forwards it */
enum { FLUE_QUERY, FLUE_SET, FLUE_METHOD };
struct flue_oid {
	size_t size; /* sizeof(struct flue_oid) */
	int type;    /* FLUE_QUERY, ... */
	uint32_t oid;
	uint32_t method_id;
	uint32_t port;
	uint32_t timeout_ms;            /* 0 = 5 s */
	void *buffer;                   /* in: set, method; out: query, method */
	uint32_t in_length, out_length; /* bytes; at most 65,536 */
	/* results */
	uint32_t status; /* NDIS_STATUS; 0 = success */
	uint32_t written, read, needed, supported_revision;
};
/* 0 when the request was carried out, whatever `status` says; an error when it could not be asked. */
FLUE_API int flue_oid(struct flue_nic *nic, struct flue_oid *o, struct flue_error *e);

/* ---- what the driver reports, from the page that NDIS publishes: no round trip, no system call, below a microsecond */
struct flue_connection_offload {
	uint32_t reported;                                /* 0: the driver handed over no such structure; all else is 0 then */
	uint32_t encapsulation;                           /* NDIS_ENCAPSULATION_* */
	uint8_t ipv4, ipv6, ipv6_extension_headers, sack; /* as reported: 0 not supported, 1 supported or on, 2 off */
	uint32_t capacity;
	uint32_t flags;
};
struct flue_capabilities {
	size_t size;      /* sizeof(struct flue_capabilities) */
	uint64_t changes; /* counts every change of what is published */
	uint32_t running; /* 1: adapter Running */
	struct flue_connection_offload connection_current, connection_hardware;
	uint32_t task_current_bytes, task_hardware_bytes; /* of the NDIS_OFFLOAD below; 0: never reported */
	uint8_t task_current[256],
	        task_hardware[256]; /* NDIS_OFFLOAD as the driver gave it: look at Header.Revision and Header.Size first */
};
/* -ESTALE: the driver was started anew since (crash, restart of the machine); call flue_refresh(). */
FLUE_API int flue_capabilities(struct flue_nic *nic, struct flue_capabilities *c, struct flue_error *e);
/* Bytes of one structure, straight from the page: OID_TCP_OFFLOAD_CURRENT_CONFIG, OID_TCP_OFFLOAD_HARDWARE_CAPABILITIES,
 * OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG, OID_TCP_CONNECTION_OFFLOAD_HARDWARE_CAPABILITIES. Returns bytes, 0 = never reported, -ENOSPC,
 * -EINVAL, -ESTALE. */
FLUE_API int flue_published(struct flue_nic *nic, uint32_t oid, void *out, size_t max);
FLUE_API int flue_refresh(struct flue_nic *nic, struct flue_error *e);

/* ---- everything else: a verb of the control socket (src/lab/verbs.c lists them), JSON in, JSON out. `json_in` may be NULL. *json_out:
 * free(). */
FLUE_API int flue_ask(struct flue_nic *nic, const char *verb, const char *json_in, char **json_out, struct flue_error *e);
/* As `flue offloads NIC NAME=VALUE`: members of OID_TCP_OFFLOAD_PARAMETERS. `lines` (may be NULL): what followed, one event a line; free().
 * The NDIS_STATUS is returned in e->status; 0 is returned when the request was carried out. */
FLUE_API int flue_set_parameter(struct flue_nic *nic, const char *name_value, char **lines, struct flue_error *e);
/* As `flue nic NIC NAME=VALUE`. */
FLUE_API int flue_set_hardware(struct flue_nic *nic, const char *name, const char *value, char **lines, struct flue_error *e);

#ifdef __cplusplus
}
#endif
#endif
