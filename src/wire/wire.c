/*
 * wire: opening by spec, tags, counters; what is between the NIC and a kind.
 *
 * A wire without impairments is a straight path: one call of the kind for each frame, iovecs passed on, nothing copied. With any of them,
 * or `cut`, frames go through impair.c, which works on the segments that a cable would carry.
 *
 * Tags: on the cable a tag is in the frame. What comes beside a frame (has_vlan) is put in here, and a trunk (`vlan=N`) takes it out or
 * puts it in at its other end, by cutting the iovecs around it. What is captured is the NIC's end: with the tag.
 */
#include "trace/capture.h"
#include "wire/internal.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define TAG_AT    12u /* of an Ethernet frame */
#define TAG_BYTES 4u

static size_t total(const struct iovec *iov, unsigned n)
{
	size_t bytes = 0;

	for (unsigned i = 0; i < n; i++)
		bytes += iov[i].iov_len;
	return bytes;
}
/* The iovecs of bytes [from, from + bytes). */
static unsigned slice(struct iovec *out, const struct iovec *iov, unsigned n, size_t from, size_t bytes)
{
	unsigned k = 0;

	for (unsigned i = 0; i < n && bytes; i++) {
		size_t take = iov[i].iov_len;

		if (from >= take) {
			from -= take;
			continue;
		}
		take -= from;
		take = take < bytes ? take : bytes;
		out[k++] = (struct iovec){(uint8_t *)iov[i].iov_base + from, take};
		bytes -= take;
		from = 0;
	}
	return k;
}
static void move_offsets(struct frame_info *info, int by)
{
	if (info->flags & VIRTIO_NET_HDR_F_NEEDS_CSUM)
		info->csum_start = (uint16_t)(info->csum_start + by);
	if (info->gso_type != VIRTIO_NET_HDR_GSO_NONE)
		info->hdr_len = (uint16_t)(info->hdr_len + by);
}
/* What comes beside a frame, into it: at most n + 2 iovecs. */
static unsigned tag_in(struct frame_info *info, uint8_t tag[TAG_BYTES], const struct iovec *iov, unsigned n, size_t bytes,
                       struct iovec *out)
{
	unsigned k = slice(out, iov, n, 0, TAG_AT);

	tag[0] = 0x81;
	tag[1] = 0;
	tag[2] = (uint8_t)(info->vlan >> 8);
	tag[3] = (uint8_t)info->vlan;
	out[k++] = (struct iovec){tag, TAG_BYTES};
	k += slice(out + k, iov, n, TAG_AT, bytes - TAG_AT);
	move_offsets(info, TAG_BYTES);
	info->has_vlan = 0;
	info->vlan = 0;
	return k;
}
/* A trunk's other end: the frame without its tag, at most n + 1 iovecs; 0: it has another tag or none. */
static unsigned tag_off(const struct wire *w, struct frame_info *info, const struct iovec *iov, unsigned n, size_t bytes, struct iovec *out)
{
	uint8_t head[TAG_AT + TAG_BYTES];
	unsigned k, at = 0;

	for (unsigned i = 0; i < n && at < sizeof(head); i++)
		for (size_t b = 0; b < iov[i].iov_len && at < sizeof(head); b++)
			head[at++] = ((const uint8_t *)iov[i].iov_base)[b];
	if (at < sizeof(head) || head[12] != 0x81 || head[13] != 0 || ((head[14] & 15u) << 8 | head[15]) != w->set.vlan)
		return 0;
	k = slice(out, iov, n, 0, TAG_AT);
	k += slice(out + k, iov, n, TAG_AT + TAG_BYTES, bytes - TAG_AT - TAG_BYTES);
	move_offsets(info, -(int)TAG_BYTES);
	return k;
}
static int count_sent(struct wire *w, int r, size_t bytes)
{
	if (r == -EAGAIN)
		return r;
	if (r == 0) {
		wire_add(&w->count[WIRE_OUT].frames, 1);
		wire_add(&w->count[WIRE_OUT].bytes, bytes);
	} else {
		wire_add(&w->count[WIRE_OUT].dropped, 1);
	}
	return r;
}
int wire_pass_out(struct wire *w, const struct frame_info *info, const struct iovec *iov, unsigned n)
{
	struct frame_info with;
	struct iovec cut[WIRE_PIECES];

	if (!w->set.vlan)
		return w->kind->send(w, info, iov, n);
	with = *info;
	n = tag_off(w, &with, iov, n, total(iov, n), cut);
	if (n)
		return w->kind->send(w, &with, cut, n);
	wire_add(&w->count[WIRE_OUT].foreign, 1); /* vanishes, as at any switch port */
	return 0;
}
int wire_send(struct wire *w, const struct frame_info *info, const struct iovec *iov, unsigned n)
{
	const size_t bytes = total(iov, n);
	struct frame_info with;
	struct iovec cut[WIRE_PIECES];
	uint8_t tag[TAG_BYTES];
	int r;

	if (bytes < 14 || bytes > FRAME_MAX - TAG_BYTES || n > WIRE_PIECES - 3)
		return count_sent(w, -EMSGSIZE, bytes);
	if (info->has_vlan) {
		with = *info;
		n = tag_in(&with, tag, iov, n, bytes, cut);
		info = &with;
		iov = cut;
	}
	if (w->impair) {
		r = wire_impair_send(w, info, iov, n);
		return r ? count_sent(w, r, bytes) : 0;
	}
	r = wire_pass_out(w, info, iov, n);
	if (!r)
		capture_frame(CAPTURE_WIRE_OUT, info, iov, n, FRAME_MAX);
	return count_sent(w, r, total(iov, n));
}
/* Into the iovecs with a gap where the tag goes. */
static ssize_t receive_trunk(struct wire *w, struct frame_info *info, const struct iovec *iov, unsigned n)
{
	const uint8_t tag[TAG_BYTES] = {0x81, 0, (uint8_t)(w->set.vlan >> 8), (uint8_t)w->set.vlan};
	const size_t room = total(iov, n);
	struct iovec v[WIRE_PIECES], gap[TAG_BYTES + 1];
	unsigned k, at = 0;
	ssize_t r;

	if (n > WIRE_PIECES - 2 || room <= TAG_AT + TAG_BYTES)
		return -EMSGSIZE;
	k = slice(v, iov, n, 0, TAG_AT);
	k += slice(v + k, iov, n, TAG_AT + TAG_BYTES, room - TAG_AT - TAG_BYTES);
	r = w->kind->receive(w, info, v, k);
	if (r <= 0)
		return r;
	k = slice(gap, iov, n, TAG_AT, TAG_BYTES);
	for (unsigned i = 0; i < k; i++) {
		memcpy(gap[i].iov_base, tag + at, gap[i].iov_len);
		at += (unsigned)gap[i].iov_len;
	}
	move_offsets(info, TAG_BYTES);
	return r + (ssize_t)TAG_BYTES;
}
ssize_t wire_pass_in(struct wire *w, struct frame_info *info, const struct iovec *iov, unsigned n)
{
	memset(info, 0, sizeof(*info));
	return w->set.vlan ? receive_trunk(w, info, iov, n) : w->kind->receive(w, info, iov, n);
}
ssize_t wire_receive(struct wire *w, struct frame_info *info, const struct iovec *iov, unsigned n)
{
	const ssize_t r = w->impair ? wire_impair_receive(w, info, iov, n) : wire_pass_in(w, info, iov, n);

	if (r > 0) {
		capture_frame(CAPTURE_WIRE_IN, info, iov, n, (size_t)r);
		if (!w->impair) {
			wire_add(&w->count[WIRE_IN].frames, 1);
			wire_add(&w->count[WIRE_IN].bytes, (uint64_t)r);
		}
	} else if (r < 0) {
		wire_add(&w->count[WIRE_IN].dropped, 1);
	}
	return r;
}
int wire_fd(const struct wire *w)
{
	return w->impair && wire_impair_hides_fd(w) ? -1 : w->kind->fd(w);
}
uint64_t wire_next_ns(struct wire *w)
{
	const uint64_t kind = w->kind->next_ns ? w->kind->next_ns(w) : UINT64_MAX;
	const uint64_t queue = w->impair ? wire_impair_next_ns(w) : UINT64_MAX;

	return kind < queue ? kind : queue;
}
bool wire_carries_gso(const struct wire *w)
{
	return w->kind->gso && !w->impair;
}
int wire_open(const char *spec, const struct wire_options *o, struct wire **out, struct err *e)
{
	struct wire *w = calloc(1, sizeof(*w));
	int r = w ? 0 : err_set(e, ENOMEM, "out of memory");

	if (!r)
		r = wire_parse(spec, &w->kind, &w->set, e);
	if (!r && !(w->spec = strdup(spec)))
		r = err_set(e, ENOMEM, "out of memory");
	if (!r)
		r = wire_impair_open(w, e);
	if (!r && o->tap_fd >= 0 && w->kind != &wire_tap)
		close(o->tap_fd);
	if (!r)
		r = w->kind->open(w, o, e);
	if (r) {
		if (w) {
			wire_impair_close(w);
			free(w->spec);
		}
		free(w);
		return r;
	}
	*out = w;
	return 0;
}
void wire_close(struct wire *w)
{
	if (!w)
		return;
	w->kind->close(w);
	wire_impair_close(w);
	free(w->spec);
	free(w);
}
static void show_count(json_t *j, const char *name, const _Atomic uint64_t *c)
{
	json_object_set_new(j, name, json_integer((json_int_t)atomic_load_explicit(c, memory_order_relaxed)));
}
static json_t *show_direction(const struct wire_count *c, bool vlan)
{
	json_t *j = json_object();

	show_count(j, "frames", &c->frames);
	show_count(j, "bytes", &c->bytes);
	show_count(j, "lost", &c->lost);
	show_count(j, "reordered", &c->reordered);
	show_count(j, "duplicated", &c->duplicated);
	show_count(j, "corrupted", &c->corrupted);
	show_count(j, "dropped", &c->dropped);
	if (vlan)
		show_count(j, "other_vlan", &c->foreign);
	return j;
}
json_t *wire_show(struct wire *w)
{
	json_t *j = json_object();

	json_object_set_new(j, "kind", json_string(w->kind->name));
	json_object_set_new(j, "spec", json_string(w->spec));
	json_object_set_new(j, "super_frames", json_boolean(wire_carries_gso(w)));
	json_object_set_new(j, "sent", show_direction(&w->count[WIRE_OUT], w->set.vlan));
	json_object_set_new(j, "received", show_direction(&w->count[WIRE_IN], false));
	if (w->kind->show)
		w->kind->show(w, j);
	return j;
}
