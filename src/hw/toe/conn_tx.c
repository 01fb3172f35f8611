/* toe, connections: what the engine says becomes a frame: Ethernet, IP and TCP header of the card's, payload from the driver's memory. The
 * LSO engine cuts it. */
#include "hw/toe/conn.h"

static void put16(uint8_t *p, uint32_t v)
{
	p[0] = (uint8_t)(v >> 8);
	p[1] = (uint8_t)v;
}
bool toe_conn_emit(void *ctx, uint32_t conn, const struct tcp_out *out)
{
	struct toe_conns *c = ctx;
	struct toe *t = nic_state(c->n);
	const struct toe_neighbor *nb = &c->neighbor[c->neighbor_of[conn]];
	const struct tcp_const *k = tcp_constants(c->engine, conn);
	struct toe_packet p;
	static const uint8_t none[6];
	unsigned at = 12;

	p.h = p.head + 4;
	uint8_t *h = p.h;
	memcpy(h, nb->destination, 6);
	memcpy(h + 6, memcmp(nb->source, none, 6) ? nb->source : t->setup.mac, 6);
	if (nb->vlan) {
		put16(h + 12, 0x8100);
		put16(h + 14, nb->vlan);
		at = 16;
	}
	put16(h + at, k->ipv6 ? 0x86dd : 0x0800);
	at += 2;
	p.l3 = at;
	const unsigned ip = k->ipv6 ? 40 : 20;
	uint8_t *i = h + at;
	memset(i, 0, ip);
	if (k->ipv6) {
		i[0] = (uint8_t)(0x60 | out->tos >> 4);
		i[1] = (uint8_t)(out->tos << 4);
		put16(i + 4, out->header_length + (out->length <= out->mss ? out->length : 0));
		i[6] = 6;
		i[7] = out->ttl;
		memcpy(i + 8, k->local, 16);
		memcpy(i + 24, k->remote, 16);
	} else {
		i[0] = 0x45;
		i[1] = out->tos;
		put16(i + 2, ip + out->header_length + (out->length <= out->mss ? out->length : 0));
		put16(i + 4, 0x8000u | (c->ip_id & 0x7fff)); /* the upper half is ours */
		put16(i + 6, 0x4000);
		i[8] = out->ttl;
		i[9] = 6;
		memcpy(i + 12, k->local, 4);
		memcpy(i + 16, k->remote, 4);
	}
	at += ip;
	p.l4 = at;
	memcpy(h + at, out->header, out->header_length);
	at += out->header_length;
	p.header = p.head_bytes = at;
	p.mss = out->mss;
	const bool large = out->length > out->mss;
	p.flags = (k->ipv6 ? TOE_TX_IP6 : TOE_TX_CSUM_IP4) | (large ? TOE_TX_LSO : TOE_TX_CSUM_TCP);
	p.bytes = at + out->length;
	p.pieces = 0;
	for (unsigned r = 0; r < out->range_count; r++) {
		void *data = nic_dma_map(c->n, out->ranges[r].handle + out->ranges[r].offset, out->ranges[r].length);
		if (!data)
			return true; /* the card has stopped */
		p.piece[p.pieces++] = (struct iovec){data, out->ranges[r].length};
	}
	const struct segment_headers s = {
	        .family = k->ipv6 ? 6 : 4, .next = 6, .address = (uint16_t)(p.l3 + (k->ipv6 ? 8 : 12)), .address_size = k->ipv6 ? 16 : 4};
	const uint16_t sum = segment_pseudo(h, &s, large ? 0 : out->header_length + out->length);
	memcpy(h + p.l4 + 16, &sum, 2);
	c->out.cut = 0;
	const int r = t->build.link ? toe_tx_out(c->n, &c->out, &p) : 0;
	if (r == -EAGAIN)
		return false; /* what of a large one is out already is sent once more: TCP takes that */
	c->ip_id = (uint16_t)(c->ip_id + (out->mss ? (out->length + out->mss - 1) / out->mss : 0) + 1);
	c->segments_out++;
	return true;
}
