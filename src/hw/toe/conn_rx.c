/*
 * toe, connections: received segments.
 *
 * A frame for a connection in the table is taken off the ordinary path after the filters, before RSS and RSC. Its checksums are verified
 * whatever offloads are enabled; a bad one is counted and dropped. The payload is copied into a block once; from there the engine places
 * and indicates it. IP options and fragments never get here (manual: they take the ordinary path).
 */
#include "hw/toe/conn.h"
#include <stdlib.h>

struct conn_block *toe_conn_block(struct toe_conns *c, uint32_t bytes)
{
	struct conn_block **list = bytes <= SMALL_BLOCK ? &c->small : &c->large, *b = *list;
	const uint32_t room = bytes <= SMALL_BLOCK ? SMALL_BLOCK : LARGE_BLOCK;
	if (bytes > LARGE_BLOCK)
		return NULL;
	if (b) {
		*list = b->next;
	} else {
		if (c->held + room > CONN_HELD || !(b = malloc(sizeof *b + room)))
			return NULL;
		b->room = room;
		c->held += room;
		b->all = c->all_blocks;
		c->all_blocks = b;
	}
	b->next = NULL;
	b->length = 0;
	return b;
}
void toe_conn_unblock(struct toe_conns *c, struct conn_block *b)
{
	struct conn_block **list = b->room == SMALL_BLOCK ? &c->small : &c->large;
	b->next = *list;
	*list = b;
}
void toe_conn_release(void *ctx, uint32_t conn, uint64_t handle)
{
	(void)conn;
	toe_conn_unblock(ctx, (struct conn_block *)(uintptr_t)handle);
}

void toe_conn_place(void *ctx, uint32_t conn, uint64_t cookie, uint32_t at, const struct tcp_range *from)
{
	struct toe_conns *c = ctx;
	const struct conn_post *p = (const struct conn_post *)(uintptr_t)cookie;
	const struct conn_block *b = (const struct conn_block *)(uintptr_t)from->handle;
	uint32_t done = 0;
	(void)conn;
	for (unsigned i = 0; i < p->pieces && done < from->length; i++) {
		if (at >= p->piece[i].length) {
			at -= p->piece[i].length;
			continue;
		}
		const uint32_t room = p->piece[i].length - at, n = from->length - done < room ? from->length - done : room;
		if (nic_dma_write(c->n, p->piece[i].address + at, b->data + from->offset + done, n))
			return; /* the card has stopped */
		done += n;
		at = 0;
	}
}
uint32_t toe_conn_indicate(void *ctx, uint32_t conn, const struct tcp_range *from, bool push)
{
	struct toe_conns *c = ctx;
	const struct conn_block *b = (const struct conn_block *)(uintptr_t)from->handle;
	uint32_t done = 0;
	while (done < from->length && c->buffer_count && c->later_count < CONN_EVENTS / 2) {
		const struct conn_buffer *to = &c->buffer[c->buffer_first];
		const uint32_t n = from->length - done < to->length ? from->length - done : to->length;
		if (nic_dma_write(c->n, to->address, b->data + from->offset + done, n))
			return done;
		done += n;
		const struct toe_conn_event e = {
		        .type = TOE_EV_INDICATE, .conn = conn, .cookie = to->cookie, .bytes = n, .info = push && done == from->length};
		c->buffer_first = (c->buffer_first + 1) % c->buffers_max;
		c->buffer_count--;
		c->indicated[conn] += n;
		toe_conn_tell(c, &e);
	}
	c->starved |= done < from->length;
	return done;
}

bool toe_conn_input(struct nic *n, const uint8_t *head, uint32_t have, const struct segment_headers *p, const struct iovec *v,
                    uint32_t bytes, bool sums_good)
{
	struct toe *t = nic_state(n);
	struct toe_conns *c = t->conns;
	if (!c || p->proto != 6 || p->fragment || p->ip_options || p->ip6_extensions || p->payload > have || p->end > bytes)
		return false;
	const uint8_t *a = head + p->address, *l4 = head + p->l4;
	const int k =
	        tcp_find(c->engine, p->family == 6, a, a + p->address_size, (uint16_t)(l4[0] << 8 | l4[1]), (uint16_t)(l4[2] << 8 | l4[3]));
	if (k < 0)
		return false;
	if (!sums_good) {
		t->statistics.rx_errors++;
		return true;
	}
	const uint32_t length = p->end - p->payload;
	struct conn_block *b = toe_conn_block(c, length ? length : 1);
	if (!b)
		return true; /* out of memory: the peer sends it again */
	uint32_t skip = p->payload;
	for (const struct iovec *i = v; b->length < length; i++) {
		if (skip >= i->iov_len) {
			skip -= (uint32_t)i->iov_len;
			continue;
		}
		const uint32_t here = (uint32_t)i->iov_len - skip, take = here < length - b->length ? here : length - b->length;
		memcpy(b->data + b->length, (uint8_t *)i->iov_base + skip, take);
		b->length += take;
		skip = 0;
	}
	const struct tcp_range r = {.handle = (uint64_t)(uintptr_t)b, .length = length};
	const enum tcp_in in = tcp_input(c->engine, (uint32_t)k, l4, p->payload - p->l4, &r, toe_conn_now());
	c->segments_in++;
	c->confirmed[c->neighbor_of[k]] = toe_conn_now() / 1000;
	if (in != TCP_IN_HELD)
		toe_conn_unblock(c, b);
	c->passed += in == TCP_IN_PASS;
	return in != TCP_IN_PASS;
}
