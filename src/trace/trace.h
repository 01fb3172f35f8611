/*
 * trace: one log, three writers (machine; the lab's hardware side; the lab's network side). This header is what writers and readers share.
 *
 * A record is a fixed head, the function's or subject's name, then a payload whose layout `type` gives. Records live in rings (ring.h): the
 * control ring blocks its writer when full, the data ring drops and counts; a reader that meets a gap (seq jumps) must say so. The lab
 * validates every record that the machine wrote before anybody looks at it.
 */
#pragma once
#include <stdint.h>
#include <stddef.h>
#include <stdatomic.h>
#include "base/base.h"

enum trace_writer { TRACE_MACHINE, TRACE_HARDWARE, TRACE_NETWORK };
enum trace_type {
	TRACE_CALL = 1,        /* driver -> NDIS. payload: u64 args[4]; u32 caller rva, u32 pad */
	TRACE_RETURN,          /* payload: u64 value */
	TRACE_CALLBACK,        /* NDIS -> driver (MiniportXxx, ProtocolXxx). payload: u64 args[4] */
	TRACE_CALLBACK_RETURN, /* payload: u64 value */
	TRACE_ATTRIBUTES, /* NdisMSetMiniportAttributes. payload: struct trace_struct, then the structures passed, one after the other */
	TRACE_OID,        /* request handed to somebody. payload: struct trace_oid + information buffer (sets) */
	TRACE_OID_DONE,   /* payload: struct trace_oid + information buffer (queries) */
	TRACE_STATUS,     /* NdisMIndicateStatusEx. payload: struct trace_struct + StatusBuffer */
	TRACE_STATE,      /* adapter state. payload: text, "Paused" */
	TRACE_LOG,        /* DbgPrint, WPP, error log. payload: text; name = source */
	TRACE_NOTE,       /* what the host stack or NDIS decided, for humans: payload text */
	TRACE_FINDING,    /* something is wrong: name = rule id ("RP-036") or class, payload text */
	TRACE_BUS,        /* hardware side. payload: struct trace_bus */
	TRACE_NIC,        /* NIC event. payload: text */
};
struct trace_head {
	uint32_t size; /* of the whole record, multiple of 8 */
	uint16_t type;
	uint8_t writer, cpu;
	uint8_t irql, nic; /* nic: adapter index, 0xff = none */
	uint16_t name_len; /* bytes, no terminator, follows the head; payload starts at the next multiple of 8 */
	uint32_t thread;
	uint64_t seq;     /* per writer */
	uint64_t time_ns; /* CLOCK_MONOTONIC (virtual in serial mode) */
	uint32_t payload; /* bytes */
	uint32_t call_id; /* ties RETURN to CALL, OID_DONE to OID */
};
struct trace_struct {
	uint32_t code;   /* status code, or attributes' Header.Type */
	uint32_t result; /* NDIS_STATUS returned, where there is one */
	uint32_t bytes;  /* that follow */
	uint32_t given;  /* size the driver named */
};
struct trace_oid {
	uint32_t oid, request_type; /* NdisRequestQueryInformation, ... */
	uint32_t status;            /* DONE: NDIS_STATUS */
	uint32_t by;                /* 0 driver, 1 NDIS answered, 2 refused by NDIS */
	uint32_t in_length, out_length, written, needed;
};
struct trace_bus {
	uint32_t op, bar, size, pad;
	uint64_t offset, value;
};

struct trace_ring; /* lives in RAM */
/* ---- writer (machine side): ring in shared memory. Safe at any IRQL and from several threads. */
struct trace_sink {
	struct trace_ring *control, *data;
	enum trace_writer writer;
	_Atomic uint64_t seq;
	void (*stamp)(struct trace_head *h); /* fills cpu, irql, thread, time; NULL = time and thread only */
	void (*wake)(void);                  /* reader may sleep: called after a write when the reader asked */
};
extern struct trace_sink *trace_sink;               /* the process's sink; NULL = trace is off */
void trace_ring_format(void *memory, size_t bytes); /* once, by the lab */
struct trace_ring *trace_ring_at(void *memory, size_t bytes);
void trace_write(enum trace_type type, uint8_t nic, uint32_t call_id, const char *name, const void *payload, size_t bytes);
void trace_write2(enum trace_type type, uint8_t nic, uint32_t call_id, const char *name, const void *a, size_t a_bytes, const void *b,
                  size_t b_bytes);
void trace_textf(enum trace_type type, uint8_t nic, const char *name, const char *fmt, ...) __attribute__((format(printf, 4, 5)));
uint32_t trace_next_call_id(void);

/* ---- reader (lab side). Copies one record out of a ring into `buf` (at most `max` bytes) and validates it. Returns its size, 0 = empty,
 * -EBADMSG = the writer broke the ring (a finding; the reader then skips to the head), -ENOSPC never. */
int trace_ring_read(struct trace_ring *r, size_t ring_bytes, void *buf, size_t max);
uint64_t trace_ring_dropped(const struct trace_ring *r);
void trace_ring_reader_sleeps(struct trace_ring *r, bool sleeps);

/* The line format for people is report's: src/report/trace_line.h. */
const char *trace_head_name(const struct trace_head *h, char *out, size_t max);
const void *trace_payload(const struct trace_head *h);
