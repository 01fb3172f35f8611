/* What goes with a frame, in words: the offloads that were asked for, or that were done. */
#include "base/segment.h"
#include "trace/capture.h"
#include <linux/virtio_net.h>
#include <stdarg.h>
#include <stdio.h>

static void add(char *out, size_t max, size_t *at, const char *fmt, ...) __attribute__((format(printf, 4, 5)));
static void add(char *out, size_t max, size_t *at, const char *fmt, ...)
{
	va_list ap;
	int n = *at ? snprintf(out + *at, max - *at, "; ") : 0;

	*at += (size_t)n < max - *at ? (size_t)n : max - *at - 1;
	va_start(ap, fmt);
	n = vsnprintf(out + *at, max - *at, fmt, ap);
	va_end(ap);
	if (n > 0)
		*at += (size_t)n < max - *at ? (size_t)n : max - *at - 1;
}
size_t capture_text(const struct capture_head *c, const uint8_t *data, uint32_t kept, char *out, size_t max)
{
	const struct frame_info *i = &c->info;
	const unsigned gso = i->gso_type & ~(unsigned)VIRTIO_NET_HDR_GSO_ECN;
	const bool to_linux = c->side == CAPTURE_HOST_IN;
	struct segment_headers h;
	size_t at = 0;

	out[0] = 0;
	segment_parse(data, kept, c->bytes, &h);
	if (gso != VIRTIO_NET_HDR_GSO_NONE && to_linux)
		add(out, max, &at, "RSC: %u segments of %u bytes", i->segments ? i->segments : segment_count(i, c->bytes, &h), i->gso_size);
	else if (gso != VIRTIO_NET_HDR_GSO_NONE)
		add(out, max, &at, "%s: mss %u, %u segments", h.proto == 17 ? "USO" : "LSO", i->gso_size, segment_count(i, c->bytes, &h));
	else if (i->segments > 1)
		add(out, max, &at, "RSC: %u segments", i->segments);
	if (i->flags & VIRTIO_NET_HDR_F_NEEDS_CSUM)
		add(out, max, &at, "%s checksum to be filled in", i->csum_offset == 16 ? "TCP" : i->csum_offset == 6 ? "UDP" : "a");
	if (i->flags & VIRTIO_NET_HDR_F_DATA_VALID)
		add(out, max, &at, "checksum found good");
	if (i->has_vlan)
		add(out, max, &at, "802.1Q beside the frame: VLAN %u, priority %u", i->vlan & 0xfff, i->vlan >> 13);
	if (i->hash_type)
		add(out, max, &at, "RSS hash 0x%08x", i->hash);
	return at;
}
