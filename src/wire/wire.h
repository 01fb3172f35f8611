/*
 * wire: what a NIC is plugged into.
 *
 *   tap      a TAP in the peer's network namespace: super-frames as they come, or cut to MTU (`cut`: checksums filled in, segmented, as a
 *            real cable carries them)
 *   link     two running NICs back to back (a UNIX SOCK_SEQPACKET between two labs that name the same link)
 *   packet   AF_PACKET on a veth or real interface of the namespace where wire_open() is called: the way to other machines
 *   pcapng   replays a file in, records into a file out
 *   null     nothing comes, everything vanishes
 *
 * A spec is KIND[,NAME=VALUE...]: "tap,loss=1%,reorder=0.5%,duplicate=0.1%,corrupt=0.01%,delay=2ms,jitter=1ms,rate=1G,seed=7,vlan=5,cut,
 * mtu=1500"; link=NAME, packet=INTERFACE; pcapng,in=FILE,out=FILE,fast,loop. wire_help says what each does. The
 * impairments work on any wire, in both directions, one decision for each segment on the cable (a super-frame is cut first when one is on),
 * deterministic by seed. `vlan=N`: the wire is a trunk: what the NIC sends with tag N arrives untagged at the other end, untagged frames
 * are dropped, what comes in gets tag N (this kernel has no VLAN devices).
 *
 * A wire is used by one thread, the NIC's; wire_show() by any. It never blocks: frames that wait for their time (delay, rate) are kept
 * here, bounded in bytes, and wire_next_ns() says when to come back. A frame handed over is copied or written before wire_send() returns.
 */
#pragma once
#include "base/base.h"
#include "base/frame.h"
#include <jansson.h>
#include <sys/uio.h>

struct wire;
struct wire_options {
	const char *name; /* of the NIC: "toe0" */
	int tap_fd; /* kind tap: an open TAP (IFF_TAP | IFF_NO_PI | IFF_VNET_HDR, header of 10 bytes, O_NONBLOCK); the wire owns it. -1:
	               opens one itself in the caller's namespace */
	/* kind link: where the two ends meet: the runtime directory, the user's own with mode 0700 (lab_runtime_directory()) */
	const char *directory;
};
int wire_open(const char *spec, const struct wire_options *o, struct wire **out, struct err *e);
void wire_close(struct wire *w);
/* The descriptor to wait on for POLLIN; -1: none. */
int wire_fd(const struct wire *w);
/* 0 sent (or lost as the wire is told to), -EAGAIN: full now: try again when wire_fd() is POLLOUT or at wire_next_ns(); -EMSGSIZE: longer
 * than the wire carries (counted as dropped); other: counted as dropped. `info` may ask for checksum and segmentation: a wire that carries
 * no super-frames does both itself. */
int wire_send(struct wire *w, const struct frame_info *info, const struct iovec *iov, unsigned n);
/* Bytes of the frame that was put into iov (whose total should be FRAME_MAX; shorter: -EMSGSIZE and the frame is gone), 0: none now. */
ssize_t wire_receive(struct wire *w, struct frame_info *info, const struct iovec *iov, unsigned n);
/* When something here is due (CLOCK_MONOTONIC ns); UINT64_MAX: nothing. */
uint64_t wire_next_ns(struct wire *w);
bool wire_carries_gso(const struct wire *w); /* super-frames pass (for the NIC's show) */
/* {kind, spec, super_frames, sent:{frames, bytes, lost, reordered, duplicated, corrupted, dropped}, received:{the same}} and the kind's
 * own. New reference. Any thread. */
json_t *wire_show(struct wire *w);
/* The list for --help, a line for each kind and setting. */
extern const char wire_help[];
