/*
 * capture: frames and records of a running NIC, for `flue capture`. In the lab it is hooks and rings; the client that asked reads the rings
 * and writes the file, so that no file's slowness is the lab's.
 *
 *   lab      capture_open() makes a memfd with three rings (ring.h): control records, frames at the wire, frames at the netdev; each ring
 *            drops and counts when the client is slow. capture_frame() is called where frames pass: it costs one relaxed load when nobody
 *            captures. capture_record() takes every control record that the lab drained.
 *   client   capture_map(), then capture_read() until 0, now and then; capture_dropped().
 *
 * A frame is a record of type TRACE_FRAME: struct capture_head, then the bytes kept.
 */
#pragma once
#include "base/frame.h"
#include "trace/trace.h"
#include <stdatomic.h>
#include <sys/uio.h>

#define CAPTURE_SNAPLEN 262144u /* everything */
#define CAPTURE_SINKS   4u      /* captures of one NIC at a time */
#define TRACE_FRAME     100     /* trace_head.type; only in capture rings */

enum capture_side {
	CAPTURE_WIRE_OUT, /* from the NIC onto the cable, as it is there */
	CAPTURE_WIRE_IN,
	CAPTURE_HOST_OUT, /* from Linux to the driver, as Linux handed it over */
	CAPTURE_HOST_IN,
	CAPTURE_SIDES,
};
#define CAPTURE_WIRE (1u << CAPTURE_WIRE_OUT | 1u << CAPTURE_WIRE_IN)
#define CAPTURE_HOST (1u << CAPTURE_HOST_OUT | 1u << CAPTURE_HOST_IN)

struct capture_head {
	uint32_t side, bytes; /* bytes: of the frame; those kept are as many as follow */
	struct frame_info info;
};

/* ---- the lab's side. Any thread. */
extern _Atomic unsigned capture_on; /* sides that somebody wants, 1 << side */
void capture_put(enum capture_side side, const struct frame_info *info, const struct iovec *iov, unsigned n, size_t bytes);
/* `bytes` of the frame that starts in iov: what a read filled may be less than the iovecs hold. */
static inline void capture_frame(enum capture_side side, const struct frame_info *info, const struct iovec *iov, unsigned n, size_t bytes)
{
	if (__builtin_expect(atomic_load_explicit(&capture_on, memory_order_relaxed) & 1u << side, 0))
		capture_put(side, info, iov, n, bytes);
}
struct capture;
/* *fd is the caller's: to send to the client. -EBUSY: CAPTURE_SINKS are open. */
int capture_open(unsigned sides, uint32_t snaplen, struct capture **out, int *fd, struct err *e);
void capture_close(struct capture *c);
void capture_record(const struct trace_head *h); /* to everybody who captures */
void capture_record_to(struct capture *c, const struct trace_head *h);

/* ---- the client's side */
struct capture_view;
int capture_map(int fd, struct capture_view **out, struct err *e);
void capture_unmap(struct capture_view *v);
#define CAPTURE_RECORD_MAX (1u << 18)
/* One record from any of the rings into buf[CAPTURE_RECORD_MAX], each ring in order: its size, 0 none, -EBADMSG broken (go on reading). */
int capture_read(struct capture_view *v, void *buf);
uint64_t capture_dropped(const struct capture_view *v, bool frames); /* frames, or control records */
uint64_t capture_dropped_side(const struct capture_view *v, enum capture_side side);
/* What goes with a frame, for people: "LSO: mss 1448, 12 segments; tx checksum TCP". `data`: the frame, `kept` bytes. Empty: nothing to
 * say. */
size_t capture_text(const struct capture_head *c, const uint8_t *data, uint32_t kept, char *out, size_t max);
