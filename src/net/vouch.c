/*
 * "This checksum is good", said to a TAP.
 *
 * A TAP takes no VIRTIO_NET_HDR_F_DATA_VALID from who writes to it (Linux ignores it and sums again). What it does take is NEEDS_CSUM: the
 * checksum is somebody else's to fill in, so nobody verifies it. Then the field must hold the pseudo header's sum, or a packet that Linux
 * routes on goes out broken. The frame is the driver's, so its headers are copied and the copy is changed.
 */
#include "base/segment.h"
#include "net/internal.h"
#include <linux/virtio_net.h>
#include <string.h>

int vouch(struct frame_info *info, struct iovec *iov, int n, uint32_t bytes, uint8_t head[NET_VOUCH_BYTES])
{
	struct iovec all[NET_IOV];
	struct segment_headers h;
	uint32_t have = 0;
	uint16_t sum;
	int k = 0, m = 1;

	if (!(info->flags & VIRTIO_NET_HDR_F_DATA_VALID) || info->flags & VIRTIO_NET_HDR_F_NEEDS_CSUM || !info->csum_start)
		return n;
	for (; k < n && have < NET_VOUCH_BYTES; k++) {
		uint32_t take = iov[k].iov_len < NET_VOUCH_BYTES - have ? (uint32_t)iov[k].iov_len : NET_VOUCH_BYTES - have;

		memcpy(head + have, iov[k].iov_base, take);
		have += take;
		if (take < iov[k].iov_len)
			all[m++] = (struct iovec){(char *)iov[k].iov_base + take, iov[k].iov_len - take};
	}
	for (; k < n; k++)
		all[m++] = iov[k];
	if (!segment_parse(head, have, bytes, &h) || !h.proto || h.l4 != info->csum_start || h.l4 + info->csum_offset + 2u > have)
		return n; /* Linux sums for itself */
	sum = segment_pseudo(head, &h, h.end - h.l4);
	memcpy(head + h.l4 + info->csum_offset, &sum, sizeof(sum));
	info->flags = VIRTIO_NET_HDR_F_NEEDS_CSUM;
	all[0] = (struct iovec){head, have};
	memcpy(iov, all, (size_t)m * sizeof(*all));
	return m;
}
