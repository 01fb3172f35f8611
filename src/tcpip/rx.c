/*
 * NET_BUFFER_LISTs that a driver indicates, to the port. See path.h.
 *
 * Each NET_BUFFER is a frame and has an entry in its queue's table, whose number is the cookie that goes with it; NBL.Scratch, which is the
 * owner's, counts the entries of an NBL and one more while the indication is under way. All frames of one flow take one queue: by the
 * driver's hash, and without one queue 0.
 *
 * What the driver said of a frame goes up with it: a checksum that it found good (VIRTIO_NET_HDR_F_DATA_VALID, with csum_start and
 * csum_offset filled in although the flag does not ask for them: a TAP that cannot take the flag can be told the same with them), segments
 * it coalesced (GSO), the tag, the hash. A checksum that it found bad, or did not look at, is for Linux to judge.
 * learn.microsoft.com/windows-hardware/drivers/network/indicating-received-ethernet-frames, indicating-coalesced-segments
 */
#include "tcpip/path.h"
#include <linux/virtio_net.h>
#include <string.h>

#define COUNT(p, member, n) atomic_fetch_add_explicit(&(p)->b->counts.member, (n), memory_order_relaxed)
#ifndef VIRTIO_NET_HDR_GSO_UDP_L4
#define VIRTIO_NET_HDR_GSO_UDP_L4 5 /* Linux 6.2 */
#endif
#define TCP         6
#define UDP         17
#define TCP_CWR     0x80u
#define HEADERS_MAX 256u /* of a frame, looked at */
#define NONE        0xffffu

NDIS_STATUS rx_open(struct path *p)
{
	p->rx = stack_alloc(p->port.queues * sizeof(*p->rx));
	if (!p->rx)
		return NDIS_STATUS_RESOURCES;
	for (unsigned q = 0; q < p->port.queues; q++) {
		KeInitializeSpinLock(&p->rx[q].lock);
		for (unsigned i = 0; i < PORT_DONE; i++)
			p->rx[q].frame[i].next = i + 1 < PORT_DONE ? (uint16_t)(i + 1) : NONE;
	}
	return NDIS_STATUS_SUCCESS;
}

void rx_close(struct path *p)
{
	for (struct rx_copy *c = p->copies, *next; c; c = next) {
		next = c->next;
		stack_free(c);
	}
	stack_free(p->rx);
}

/* ---- buffers for copies; <= DISPATCH_LEVEL */
static struct rx_copy *copy_new(struct path *p, uint32_t bytes)
{
	struct rx_copy *c = NULL;
	KIRQL old;
	if (bytes <= PATH_COPY_BYTES) {
		KeAcquireSpinLock(&p->copy_lock, &old);
		c = p->copies;
		if (c) {
			p->copies = c->next;
			p->copies_n--;
		}
		KeReleaseSpinLock(&p->copy_lock, old);
		bytes = PATH_COPY_BYTES;
	}
	if (!c && (c = stack_alloc(sizeof(*c) + bytes)))
		c->room = bytes;
	return c;
}

static void copy_free(struct path *p, struct rx_copy *c)
{
	bool keep = false;
	KIRQL old;
	if (c->room == PATH_COPY_BYTES) {
		KeAcquireSpinLock(&p->copy_lock, &old);
		keep = p->copies_n < PATH_COPIES;
		if (keep) {
			c->next = p->copies;
			p->copies = c;
			p->copies_n++;
		}
		KeReleaseSpinLock(&p->copy_lock, old);
	}
	if (!keep)
		stack_free(c);
}

/* ---- where a frame lies */
struct frame_place {
	unsigned n;
	struct port_piece piece[PORT_PIECES];
	uint32_t bytes;
	bool lend; /* false: has to be copied */
	bool whole;
};

static void piece_add(struct frame_place *f, uint64_t offset, uint32_t bytes)
{
	struct port_piece *last = f->n ? &f->piece[f->n - 1] : NULL;
	if (last && last->offset + last->length == offset)
		last->length += bytes;
	else if (f->n == PORT_PIECES)
		f->lend = false;
	else
		f->piece[f->n++] = (struct port_piece){offset, bytes, 0};
}

/* Memory that is not mapped one to one: page by page. */
static void pages_add(struct frame_place *f, const uint8_t *va, uint32_t bytes, uint64_t ram_size)
{
	while (bytes && f->lend) {
		const uint32_t page = RAM_PAGE - ((uintptr_t)va & (RAM_PAGE - 1)), n = bytes < page ? bytes : page;
		const uint64_t phys = nt_phys(va);
		if (phys < RAM_PHYS_BASE || phys - RAM_PHYS_BASE > ram_size - n)
			f->lend = false;
		else
			piece_add(f, phys - RAM_PHYS_BASE, n);
		va += n;
		bytes -= n;
	}
}

static void place(const NET_BUFFER *nb, struct frame_place *f)
{
	const struct ram_header *ram = (const void *)NT_RAM_BASE; /* NOLINT(performance-no-int-to-ptr) */
	uint32_t left = nb->DataLength, skip = nb->CurrentMdlOffset;
	f->n = 0;
	f->bytes = left;
	f->lend = true;
	for (MDL *m = nb->CurrentMdl; m && left; m = m->Next, skip = 0) {
		uint32_t n = m->ByteCount > skip ? m->ByteCount - skip : 0;
		const uint8_t *va = n ? MmGetSystemAddressForMdlSafe(m, NormalPagePriority | MdlMappingNoExecute) : NULL;
		if (!n)
			continue;
		if (!va)
			break;
		n = n < left ? n : left;
		const uint64_t offset = (uintptr_t)va + skip - NT_RAM_BASE;
		if (offset < ram->ram_size && n <= ram->ram_size - offset)
			piece_add(f, offset, n);
		else
			pages_add(f, va + skip, n, ram->ram_size);
		left -= n;
	}
	f->whole = !left;
}

static uint32_t gather(const NET_BUFFER *nb, uint8_t *to, uint32_t max)
{
	uint32_t done = 0, skip = nb->CurrentMdlOffset, want = nb->DataLength < max ? nb->DataLength : max;
	for (MDL *m = nb->CurrentMdl; m && done < want; m = m->Next, skip = 0) {
		uint32_t n = m->ByteCount > skip ? m->ByteCount - skip : 0;
		const uint8_t *va = n ? MmGetSystemAddressForMdlSafe(m, NormalPagePriority | MdlMappingNoExecute) : NULL;
		if (!va)
			continue;
		n = n < want - done ? n : want - done;
		memcpy(to + done, va + skip, n);
		done += n;
	}
	return done;
}

/* ---- what the driver says of it */
static uint8_t hash_type(ULONG type)
{
	if (type & (NDIS_HASH_TCP_IPV6 | NDIS_HASH_TCP_IPV6_EX | NDIS_HASH_UDP_IPV6 | NDIS_HASH_UDP_IPV6_EX))
		return 4;
	if (type & (NDIS_HASH_TCP_IPV4 | NDIS_HASH_UDP_IPV4))
		return 2;
	return type & (NDIS_HASH_IPV6 | NDIS_HASH_IPV6_EX) ? 3 : type & NDIS_HASH_IPV4 ? 1 : 0;
}

/* Coalesced segments become a frame that Linux can take apart again (or forward): as many bytes each as there must have been. */
static void coalesced(struct path *p, const NET_BUFFER_LIST *nbl, const uint8_t *head, const struct segment_headers *h,
                      struct frame_info *i)
{
	const NDIS_UDP_RSC_OFFLOAD_NET_BUFFER_LIST_INFO uro = {.Value = nbl->NetBufferListInfo[UdpRecvSegCoalesceOffloadInfo]};
	const uint32_t segments = NET_BUFFER_LIST_COALESCED_SEG_COUNT(nbl);
	const uint32_t payload = h->proto ? h->end - h->payload : 0;
	uint32_t size = 0;
	if (h->proto == TCP && segments > 1) {
		size = (payload + segments - 1) / segments;
		i->gso_type = h->family == 4 ? VIRTIO_NET_HDR_GSO_TCPV4 : VIRTIO_NET_HDR_GSO_TCPV6;
		i->gso_type |= head[h->l4 + 13] & TCP_CWR ? VIRTIO_NET_HDR_GSO_ECN : 0;
		i->segments = (uint16_t)segments;
	} else if (h->proto == UDP && uro.Receive.SegCount > 1) {
		size = uro.Receive.SegSize;
		i->gso_type = VIRTIO_NET_HDR_GSO_UDP_L4;
		i->segments = uro.Receive.SegCount;
	}
	if (!size || size >= payload || size > 0xffff) {
		i->gso_type = VIRTIO_NET_HDR_GSO_NONE;
		return;
	}
	i->gso_size = (uint16_t)size;
	i->hdr_len = h->payload;
	COUNT(p, coalesced, 1);
}

static void describe_frame(struct path *p, const NET_BUFFER_LIST *nbl, const NET_BUFFER *nb, const struct frame_place *f,
                           struct frame_info *i)
{
	const NDIS_TCP_IP_CHECKSUM_NET_BUFFER_LIST_INFO sum = {.Value = nbl->NetBufferListInfo[TcpIpChecksumNetBufferListInfo]};
	const NDIS_NET_BUFFER_LIST_8021Q_INFO tag = {.Value = nbl->NetBufferListInfo[Ieee8021QNetBufferListInfo]};
	const bool good = (sum.Receive.TcpChecksumSucceeded && !sum.Receive.TcpChecksumFailed) ||
	                  (sum.Receive.UdpChecksumSucceeded && !sum.Receive.UdpChecksumFailed);
	const bool many = nbl->NetBufferListInfo[TcpRecvSegCoalesceInfo] || nbl->NetBufferListInfo[UdpRecvSegCoalesceOffloadInfo];
	memset(i, 0, sizeof(*i));
	if (tag.Value) {
		i->has_vlan = 1;
		i->vlan = (uint16_t)(tag.TagHeader.UserPriority << 13 | tag.TagHeader.CanonicalFormatId << 12 | tag.TagHeader.VlanId);
	}
	i->hash_type = hash_type(NET_BUFFER_LIST_GET_HASH_TYPE(nbl));
	if (i->hash_type)
		i->hash = NET_BUFFER_LIST_GET_HASH_VALUE(nbl);
	if ((!good || sum.Receive.IpChecksumFailed) && !many)
		return;
	uint8_t copy[HEADERS_MAX];
	const uint8_t *head = copy;
	struct segment_headers h;
	uint32_t have = f->bytes < HEADERS_MAX ? f->bytes : HEADERS_MAX;
	if (f->lend && f->piece[0].length >= have)
		head = (const uint8_t *)NT_RAM_BASE + f->piece[0].offset;
	else
		have = gather(nb, copy, HEADERS_MAX);
	if (!segment_parse(head, have, f->bytes, &h) || !h.proto)
		return;
	if (good && !sum.Receive.IpChecksumFailed &&
	    (h.proto == TCP ? sum.Receive.TcpChecksumSucceeded : sum.Receive.UdpChecksumSucceeded)) {
		i->flags = VIRTIO_NET_HDR_F_DATA_VALID;
		i->csum_start = h.l4;
		i->csum_offset = h.proto == TCP ? 16 : 6;
		COUNT(p, valid, 1);
	}
	if (many)
		coalesced(p, nbl, head, &h, i);
}

/* ---- up */
static _Atomic uintptr_t *references(NET_BUFFER_LIST *nbl)
{
	return (_Atomic uintptr_t *)&nbl->Scratch;
}

/* The queue's lock is held. False: dropped. */
static bool put(struct path *p, unsigned q, NET_BUFFER_LIST *nbl, struct rx_copy *copy, struct frame_place *f,
                const struct frame_info *info)
{
	struct rx_queue *r = &p->rx[q];
	const uint16_t index = r->free;
	if (index == NONE || r->out == PORT_DONE)
		return false;
	struct rx_frame *e = &r->frame[index];
	const struct port_frame cell = {
	        .cookie = index | (uint32_t)e->turn << 16, .bytes = f->bytes, .pieces = (uint16_t)f->n, .info = *info};
	e->nbl = copy ? NULL : nbl;
	e->copy = copy;
	if (port_machine_rx(&p->port, q, &cell, f->piece)) {
		e->nbl = NULL;
		e->copy = NULL;
		return false;
	}
	r->free = e->next;
	r->out++;
	return true;
}

struct going {
	NET_BUFFER_LIST *first, **tail;
	unsigned n;
};
static void go(struct going *g, NET_BUFFER_LIST *nbl)
{
	nbl->Next = NULL;
	nbl->Scratch = NULL;
	*g->tail = nbl;
	g->tail = &nbl->Next;
	g->n++;
}
static void give_back(struct path *p, struct going *g, ULONG flags)
{
	if (!g->n)
		return;
	COUNT(p, returned, g->n);
	COUNT(p, return_calls, 1);
	const int64_t n = g->n;
	NdisReturnNetBufferLists(p->b->ndis, g->first, flags);
	atomic_fetch_sub(&p->receives, n);
}

static void one(struct path *p, NET_BUFFER_LIST *nbl, NET_BUFFER *nb, bool borrowed)
{
	struct frame_place f;
	struct frame_info info;
	struct rx_copy *copy = NULL;
	KIRQL old;
	place(nb, &f);
	if (!f.whole || f.bytes < 14 || f.bytes > FRAME_MAX) {
		COUNT(p, rx_bad, 1);
		return;
	}
	describe_frame(p, nbl, nb, &f, &info);
	const unsigned q = info.hash_type ? info.hash % p->port.queues : 0;
	if (borrowed || !f.lend) {
		copy = copy_new(p, f.bytes);
		if (!copy || gather(nb, copy->data, f.bytes) != f.bytes) {
			if (copy)
				copy_free(p, copy);
			COUNT(p, rx_bad, 1);
			return;
		}
		f.n = 1;
		f.piece[0] = (struct port_piece){(uintptr_t)copy->data - NT_RAM_BASE, f.bytes, 0};
		COUNT(p, copied, 1);
	} else {
		atomic_fetch_add(references(nbl), 1);
	}
	KeAcquireSpinLock(&p->rx[q].lock, &old);
	const bool up = put(p, q, nbl, copy, &f, &info);
	KeReleaseSpinLock(&p->rx[q].lock, old);
	if (up)
		return;
	COUNT(p, rx_full, 1);
	if (copy)
		copy_free(p, copy);
	else
		atomic_fetch_sub(references(nbl), 1);
}

void NTAPI rx_receive(NDIS_HANDLE context, PNET_BUFFER_LIST list, NDIS_PORT_NUMBER port, ULONG n, ULONG flags)
{
	struct binding *b = context;
	struct path *p = b->path;
	const bool borrowed = flags & NDIS_RECEIVE_FLAGS_RESOURCES;
	const bool flows = p && atomic_load(&p->running) && !atomic_load(&p->port.shared->broken);
	struct going g = {.tail = &g.first};
	uint64_t bytes = 0, frames = 0;
	(void)port;
	if (p && !borrowed)
		atomic_fetch_add(&p->receives, n);
	for (NET_BUFFER_LIST *nbl = list, *next; nbl; nbl = next) {
		next = nbl->Next;
		if (!borrowed)
			atomic_store(references(nbl), 1);
		for (NET_BUFFER *nb = nbl->FirstNetBuffer; nb; nb = nb->Next) {
			bytes += nb->DataLength;
			frames++;
			if (flows)
				one(p, nbl, nb, borrowed);
		}
		if (!borrowed && atomic_fetch_sub(references(nbl), 1) == 1)
			go(&g, nbl);
	}
	atomic_fetch_add_explicit(&b->counts.received, frames, memory_order_relaxed);
	atomic_fetch_add_explicit(&b->counts.received_bytes, bytes, memory_order_relaxed);
	const ULONG back = flags & NDIS_RECEIVE_FLAGS_DISPATCH_LEVEL ? NDIS_RETURN_FLAGS_DISPATCH_LEVEL : 0;
	if (p) {
		if (flows)
			port_machine_kick(&p->port);
		give_back(p, &g, back);
	} else if (g.n) {
		NdisReturnNetBufferLists(b->ndis, g.first, back);
	}
}

/* ---- back. The entry is free again; its NBL joins `g` when this was its last frame. */
static void take_back(struct path *p, struct rx_queue *r, unsigned index, struct going *g)
{
	struct rx_frame *e = &r->frame[index];
	NET_BUFFER_LIST *nbl = e->nbl;
	if (e->copy)
		copy_free(p, e->copy);
	e->nbl = NULL;
	e->copy = NULL;
	e->turn++;
	e->next = r->free;
	r->free = (uint16_t)index;
	r->out--;
	if (nbl && atomic_fetch_sub(references(nbl), 1) == 1)
		go(g, nbl);
}

bool rx_serve(struct path *p)
{
	struct going g = {.tail = &g.first};
	bool some = false;
	KIRQL old;
	for (unsigned q = 0; q < p->port.queues; q++) {
		struct rx_queue *r = &p->rx[q];
		uint32_t cookie[64], index;
		unsigned n = 0;
		while (n < ARRAY_LEN(cookie) && port_machine_rx_done(&p->port, q, &cookie[n]))
			n++;
		if (!n)
			continue;
		some = true;
		KeAcquireSpinLock(&r->lock, &old);
		for (unsigned i = 0; i < n; i++) {
			index = cookie[i] & 0xffff;
			if (index < PORT_DONE && (r->frame[index].nbl || r->frame[index].copy) && r->frame[index].turn == cookie[i] >> 16)
				take_back(p, r, index, &g);
		}
		KeReleaseSpinLock(&r->lock, old);
	}
	give_back(p, &g, 0);
	return some;
}

void rx_force(struct path *p)
{
	struct going g = {.tail = &g.first};
	KIRQL old;
	for (unsigned q = 0; p->rx && q < p->port.queues; q++) {
		struct rx_queue *r = &p->rx[q];
		KeAcquireSpinLock(&r->lock, &old);
		for (unsigned i = 0; i < PORT_DONE; i++)
			if (r->frame[i].nbl || r->frame[i].copy)
				take_back(p, r, i, &g);
		KeReleaseSpinLock(&r->lock, old);
	}
	give_back(p, &g, 0);
}
