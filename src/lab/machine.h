/*
 * machine (the lab's side of it): RAM, the sandboxed process, messages to it, its traces and its end.
 *
 *   machine_create()   RAM sized, laid out, sealed; eventfds; NICs attached; the process started; its HELLO checked
 *   machine_send()     asynchronous request, answered by a callback; machine_pump() moves messages, called when machine_fd() is readable
 *   machine_over()     has the process ended, and why
 *   machine_destroy()  kills it if need be, detaches the NICs, unmaps
 *
 * Everything that comes out of the machine is validated here: message frames, JSON, trace records, the crash record (copied before it is
 * looked at). One thread only.
 */
#pragma once
#include "base/base.h"
#include "bus/abi.h"
#include "hw/nic.h"
#include "machine/crash.h"
#include "machine/protocol.h"
#include "trace/trace.h"
#include <jansson.h>

#define MACHINE_RAM_DEFAULT (64ull << 20)
#define MACHINE_RAM_NETDEV                                                                                                                 \
	(128ull << 20) /* default with a netdev: the port's slots, receive buffers of a busy NIC. A page never touched costs nothing */
#define MACHINE_RAM_MIN (16ull << 20)
#define MACHINE_RAM_MAX (64ull << 30)

struct machine_config {
	uint64_t ram;   /* bytes; 0 = MACHINE_RAM_DEFAULT, more if the driver file needs it */
	unsigned cpus;  /* 0 = 4 */
	uint32_t flags; /* enum ram_flags */
	uint64_t seed;
	uint32_t ndis_version; /* the NDIS to play: 0 = 6.84 */
	const void *image;     /* the driver file */
	size_t image_size;
	struct nic *nic;     /* NULL: no hardware. Borrowed: a NIC outlives machines */
	struct net *net;     /* NULL: no netdev. Borrowed, as the NIC: its end of the port is served from create to destroy */
	unsigned split;      /* as in struct port_shared */
	struct conns *conns; /* NULL: no connection is moved. Borrowed, as the netdev */
	/* A registry write of the machine: make it durable, return 0 or negative errno with a sentence. */
	int (*reg_write)(void *ctx, const json_t *value, struct err *e);
	void (*state)(void *ctx, const char *adapter, const char *state);
	void (*net_config)(void *ctx, const json_t *net);                /* MM_NET */
	void (*log)(void *ctx, const char *line);                        /* what it wrote to stderr */
	void (*finding)(void *ctx, const char *klass, const char *text); /* NIC's thread: the machine did what no hardware survives */
	void *ctx;
};
struct machine_error {
	struct err e;
	bool has_status;
	uint32_t status;
	char klass[48];
};
struct machine;
typedef void (*machine_done)(void *ctx, json_t *ok, const struct machine_error *error); /* ok borrowed; NULL: see error */

int machine_create(const struct machine_config *c, struct machine **out, struct err *e);
void machine_destroy(struct machine *m);
int machine_fd(const struct machine *m);     /* control socket */
int machine_pid_fd(const struct machine *m); /* readable when the process has ended */
int machine_stderr_fd(const struct machine *m);
int machine_trace_fd(const struct machine *m); /* eventfd: a record came while we slept */
pid_t machine_pid(const struct machine *m);
uint32_t machine_sandbox(const struct machine *m);
/* Takes a reference of args. timeout_ms 0: 30 s. The callback runs from machine_pump(), machine_expire() or machine_destroy(). */
int machine_send(struct machine *m, uint32_t verb, json_t *args, unsigned timeout_ms, machine_done done, void *ctx);
void machine_pump(struct machine *m); /* reads what is there, without blocking */
void machine_read_stderr(struct machine *m);
int machine_next_timeout(const struct machine *m); /* ms until the next request expires; -1 = none */
void machine_expire(struct machine *m);
/* True once the process has ended (reaped). Pending requests have been failed by then. */
bool machine_over(struct machine *m, int *wait_status);
/* The crash record, copied and made safe; false: there is none. */
bool machine_crash(struct machine *m, struct nt_crash *out, uint64_t *time_wall);
void machine_kill(struct machine *m);
/* One validated trace record of the machine; >0 bytes, 0 none, -EBADMSG broken ring. */
int machine_trace_read(struct machine *m, void *buf, size_t max);
uint64_t machine_trace_dropped(const struct machine *m);
void machine_trace_sleep(struct machine *m, bool sleeps);
/* Read-only descriptor of RAM for libflue's published page, and where the page is. Owned by the machine. */
int machine_publish(struct machine *m, uint64_t *offset, uint64_t *bytes);
/* Guest channels (machine/protocol.h). take: lends one to `holder`, the same as before if it has one; its index, or -EBUSY (all
 * MACHINE_GUESTS are lent), -EOPNOTSUPP (serial mode). Ask MM_CHANNEL next, and drop it if that fails. return: all of this holder's. */
int machine_guest_take(struct machine *m, const void *holder);
int machine_guest_fd(const struct machine *m, int index); /* owned by the machine; -1: ended */
void machine_guest_drop(struct machine *m, int index);
void machine_guest_return(struct machine *m, const void *holder);
/* `done` gets the error that requests in the machine get when it ends, or "no answer" after timeout_ms. */
int machine_await_end(struct machine *m, unsigned timeout_ms, machine_done done, void *ctx);
const char *machine_program(char *out, size_t max, struct err *e); /* where flue-machine is; NULL with a sentence */
