/*
 * toe, receive side scaling: the Toeplitz hash over addresses and ports, and the indirection table. As documented for RSS ("RSS hashing
 * types", "Verifying the RSS hash calculation"): the input is source address, destination address, source port, destination port in network
 * order; fragments are hashed by addresses only. The hash is a table look-up for each input byte; the tables are made when a key is set.
 */
#include "hw/toe/engine.h"
#include <string.h>

#define TYPE_IP4  1u
#define TYPE_TCP4 2u
#define TYPE_IP6  4u
#define TYPE_TCP6 8u

void toe_rss_changed(struct toe *t)
{
	const uint8_t *key = t->setup.rss.key;
	for (unsigned i = 0; i < TOE_RSS_INPUT; i++) {
		uint32_t bit[8]; /* the 32 bits of the key that go with each bit of the byte, most significant first */
		for (unsigned b = 0; b < 8; b++) {
			const uint64_t five = (uint64_t)key[i] << 32 | (uint64_t)key[i + 1] << 24 | (uint64_t)key[i + 2] << 16 |
			                      (uint64_t)key[i + 3] << 8 | (i + 4 < sizeof t->setup.rss.key ? key[i + 4] : 0);
			bit[b] = (uint32_t)(five >> (8 - b));
		}
		for (unsigned v = 0; v < 256; v++) {
			uint32_t h = 0;
			for (unsigned b = 0; b < 8; b++)
				h ^= v & (0x80u >> b) ? bit[b] : 0;
			t->traffic.toeplitz[i][v] = h;
		}
	}
}

static uint32_t run(const struct toe *t, uint32_t hash, unsigned from, const uint8_t *bytes, unsigned count)
{
	for (unsigned i = 0; i < count; i++)
		hash ^= t->traffic.toeplitz[from + i][bytes[i]];
	return hash;
}

bool toe_rss_hash(const struct toe *t, const uint8_t *h, const struct segment_headers *p, uint32_t *hash, uint16_t *flag)
{
	const uint32_t types = t->setup.rss.hash_type;
	if (!t->setup.rss.enable || !p->family)
		return false;
	const bool ip6 = p->family == 6, tcp = p->proto == 6 && (types & (ip6 ? TYPE_TCP6 : TYPE_TCP4));
	if (!tcp && !(types & (ip6 ? TYPE_IP6 : TYPE_IP4)))
		return false;
	const unsigned bytes = ip6 ? 32 : 8;
	uint32_t v = run(t, 0, 0, h + p->l3 + (ip6 ? 8 : 12), bytes);
	if (tcp)
		v = run(t, v, bytes, h + p->l4, 4);
	*hash = v;
	*flag = ip6 ? (tcp ? TOE_RX_HASH_TCP6 : TOE_RX_HASH_IP6) : (tcp ? TOE_RX_HASH_TCP4 : TOE_RX_HASH_IP4);
	return true;
}

unsigned toe_rss_queue(const struct toe *t, uint32_t hash)
{
	const struct toe_rss *r = &t->setup.rss;
	return r->entries ? r->table[hash & (r->entries - 1)] : 0;
}
