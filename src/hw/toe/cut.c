/*
 * toe, the header engine: what LSO, USO and the cutting of received super-frames have in common. From one packet's header it makes the
 * header of the frame that carries payload bytes [from, from + bytes): lengths, identification, sequence number, flags, IPv4 checksum, and
 * in the TCP or UDP checksum field the sum of the pseudo-header.
 */
#include "hw/toe/engine.h"
#include "hw/toe/sum.h"

void toe_cut_header(const struct toe_cut *k, uint8_t *h, uint32_t from, uint32_t bytes)
{
	const uint32_t l4_bytes = k->header - k->l4 + bytes, before = from / k->mss;
	uint8_t *ip = h + k->l3, *l4 = h + k->l4, *field = l4 + (k->tcp ? 16 : 6);
	memcpy(h, k->h, k->header);
	if (k->ip6) {
		toe_put16(ip + 4, k->header - k->l3 - 40 + bytes);
	} else {
		toe_put16(ip + 2, k->header - k->l3 + bytes);
		toe_put16(ip + 4, k->bugs & TOE_BUG_LSO_IPID ? toe_be16(ip + 4) : (toe_be16(ip + 4) + before) & k->id_mask);
		segment_ip4(ip);
	}
	struct toe_sum s = {0};
	toe_sum_add(&s, field, 2);
	toe_sum_number(&s, l4_bytes);
	toe_sum_put(field, segment_fold(s.sum));
	if (!k->tcp) {
		toe_put16(l4 + 4, k->bugs & TOE_BUG_USO_LEN ? k->header - k->l4 + k->payload : l4_bytes);
		return;
	}
	toe_put32(l4 + 4, toe_be32(l4 + 4) + from);
	if (k->bugs & TOE_BUG_LSO_FLAGS)
		return;
	if (from + bytes < k->payload)
		l4[13] &= (uint8_t)~0x09; /* FIN and PSH belong to the last */
	if (from)
		l4[13] &= (uint8_t)~0x80; /* CWR to the first */
}
