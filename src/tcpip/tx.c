/*
 * Frames from Linux to NET_BUFFER_LISTs. See path.h for threads and ownership, plan.h for what is offloaded.
 *
 * A batch is built and sent at DISPATCH_LEVEL, so that a status indicated on the same processor waits for it on its own, and one on another
 * processor can wait without standing in its way.
 */
#include "tcpip/path.h"
#include <linux/virtio_net.h>
#include <string.h>

#define COUNT(p, member, n) atomic_fetch_add_explicit(&(p)->b->counts.member, (n), memory_order_relaxed)

/* ---- memory */
static bool mdls_new(struct tx_frame *t, uint32_t bytes)
{
	for (unsigned i = 0; i < PATH_MDLS; i++) {
		t->mdl[i] = NdisAllocateMdl(NULL, t->base, bytes);
		if (!t->mdl[i])
			return false;
	}
	return true;
}

static void mdls_free(struct tx_frame *t)
{
	for (unsigned i = 0; i < PATH_MDLS; i++)
		if (t->mdl[i])
			NdisFreeMdl(t->mdl[i]);
}

static struct tx_frame *soft_new(void)
{
	struct tx_frame *t = stack_alloc(sizeof(*t));
	if (!t)
		return NULL;
	t->kind = TX_SOFT;
	t->base = ExAllocatePoolWithTag(NonPagedPool, PATH_SOFT_BYTES, 'tfoS');
	if (t->base && mdls_new(t, PATH_SOFT_BYTES))
		return t;
	mdls_free(t);
	if (t->base)
		ExFreePoolWithTag(t->base, 'tfoS');
	stack_free(t);
	return NULL;
}

static struct tx_frame *soft_pop(struct path *p, bool *more)
{
	KeAcquireSpinLockAtDpcLevel(&p->done_lock);
	struct tx_frame *t = p->soft;
	if (t)
		p->soft = t->next;
	*more = !t && p->soft_n < PATH_SOFT;
	p->soft_n += *more;
	KeReleaseSpinLockFromDpcLevel(&p->done_lock);
	return t;
}

/* A buffer for a piece. NULL, `*wait`: as many as may be are with the driver, the thread is woken when one comes back. NULL: no memory. */
static struct tx_frame *soft_take(struct path *p, bool *wait)
{
	bool more;
	struct tx_frame *t = soft_pop(p, &more);
	*wait = false;
	if (!t && !more) {
		atomic_store(&p->starved, true);
		t = soft_pop(p, &more); /* one may have come back before it could see that */
		*wait = !t && !more;
		if (!*wait)
			atomic_store(&p->starved, false);
	}
	if (t || *wait)
		return t;
	t = soft_new();
	if (!t) {
		KeAcquireSpinLockAtDpcLevel(&p->done_lock);
		p->soft_n--;
		KeReleaseSpinLockFromDpcLevel(&p->done_lock);
	}
	return t;
}

/* The frame is no longer needed. done_lock is held. */
static void release_locked(struct path *p, struct tx_frame *t)
{
	if (t->kind == TX_SLOT) {
		port_machine_tx_done(&p->port, t->queue, t->slot);
		return;
	}
	t->next = p->soft;
	p->soft = t;
}

static void release(struct path *p, struct tx_frame *t)
{
	KeAcquireSpinLockAtDpcLevel(&p->done_lock);
	release_locked(p, t);
	KeReleaseSpinLockFromDpcLevel(&p->done_lock);
}

NDIS_STATUS tx_open(struct path *p)
{
	uint8_t *slots = (uint8_t *)NT_RAM_BASE + p->port.shared->slots;
	NET_BUFFER_LIST_POOL_PARAMETERS lists = {.Header = {NDIS_OBJECT_TYPE_DEFAULT, NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1,
	                                                    NDIS_SIZEOF_NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1},
	                                         .ProtocolId = NDIS_PROTOCOL_ID_TCP_IP,
	                                         .fAllocateNetBuffer = TRUE,
	                                         .PoolTag = 'xTpT'};
	NET_BUFFER_POOL_PARAMETERS buffers = {.Header = {NDIS_OBJECT_TYPE_DEFAULT, NET_BUFFER_POOL_PARAMETERS_REVISION_1,
	                                                 NDIS_SIZEOF_NET_BUFFER_POOL_PARAMETERS_REVISION_1},
	                                      .PoolTag = 'xTpT'};
	p->nbl_pool = NdisAllocateNetBufferListPool(p->b->ndis, &lists);
	p->nb_pool = NdisAllocateNetBufferPool(p->b->ndis, &buffers);
	if (!p->nbl_pool || !p->nb_pool)
		return NDIS_STATUS_RESOURCES;
	for (unsigned q = 0; q < p->port.queues; q++) {
		p->slot[q] = stack_alloc(PORT_SLOTS * sizeof(*p->slot[q]));
		if (!p->slot[q])
			return NDIS_STATUS_RESOURCES;
		for (unsigned i = 0; i < PORT_SLOTS; i++) {
			struct tx_frame *t = &p->slot[q][i];
			t->queue = (uint8_t)q;
			t->slot = (uint16_t)i;
			t->base = slots + ((uint64_t)q * PORT_SLOTS + i) * PORT_SLOT_BYTES;
			if (!mdls_new(t, PORT_SLOT_BYTES))
				return NDIS_STATUS_RESOURCES;
		}
	}
	return NDIS_STATUS_SUCCESS;
}

void tx_close(struct path *p)
{
	for (unsigned q = 0; q < PORT_QUEUES; q++) {
		for (int level = TX_LEVELS - 1; level >= 0; level--)
			if (p->cut[q][level].source) {
				KIRQL old;
				KeRaiseIrql(DISPATCH_LEVEL, &old);
				release(p, p->cut[q][level].source);
				KeLowerIrql(old);
			}
		for (unsigned i = 0; p->slot[q] && i < PORT_SLOTS; i++)
			mdls_free(&p->slot[q][i]);
		stack_free(p->slot[q]);
		p->slot[q] = NULL;
	}
	for (struct tx_frame *t = p->soft, *next; t; t = next) {
		next = t->next;
		mdls_free(t);
		ExFreePoolWithTag(t->base, 'tfoS');
		stack_free(t);
	}
	p->soft = NULL;
	if (p->nbl_pool)
		NdisFreeNetBufferListPool(p->nbl_pool);
	if (p->nb_pool)
		NdisFreeNetBufferPool(p->nb_pool);
	p->nbl_pool = p->nb_pool = NULL;
}

/* ---- a batch */
struct batch {
	NET_BUFFER_LIST *first, **tail, *last;
	NET_BUFFER *last_nb;
	unsigned lists, buffers; /* buffers: of the last list */
	uint64_t frames, bytes;
	/* the last list's, to know what may join it */
	struct plan plan;
	struct segment_headers h;
	struct frame_info info;
	const uint8_t *frame;
};

/* Same connection, same wishes: a NET_BUFFER_LIST has one set of out-of-band values. */
static bool joins(const struct batch *s, const struct plan *plan, const struct segment_headers *h, const struct frame_info *info,
                  const uint8_t *frame)
{
	return s->last && s->buffers < PATH_MERGE && h->proto && h->proto == s->h.proto && h->family == s->h.family && !plan->lso.Value &&
	       !plan->uso.Value && !s->plan.lso.Value && !s->plan.uso.Value && plan->checksum.Value == s->plan.checksum.Value &&
	       info->has_vlan == s->info.has_vlan && info->vlan == s->info.vlan && h->l4 == s->h.l4 &&
	       !memcmp(frame + h->address, s->frame + s->h.address, h->address_size * 2u) && !memcmp(frame + h->l4, s->frame + s->h.l4, 4);
}

/* The MDLs over a frame. All headers of a large packet are in the first one. */
static MDL *chain(struct path *p, struct tx_frame *t, uint32_t offset, uint32_t bytes, const struct segment_headers *h, bool large)
{
	const uint32_t split = p->port.shared->split;
	uint32_t first = bytes, n = 0, at = 0;
	if (split == PORT_SPLIT_HEADERS)
		first = h->payload ? h->payload : bytes;
	else if (split)
		first = large && split < h->payload ? h->payload : split;
	if (first >= bytes || !first) {
		NdisAdjustMdlLength(t->mdl[0], offset + bytes);
		t->mdl[0]->Next = NULL;
		return t->mdl[0];
	}
	NdisAdjustMdlLength(t->mdl[0], offset + first);
	for (at = first; at < bytes; n++) {
		uint32_t share = split == PORT_SPLIT_HEADERS || n + 2 == PATH_MDLS ? bytes - at : split;
		MDL *m = t->mdl[n + 1];
		share = share < bytes - at ? share : bytes - at;
		MmInitializeMdl(m, t->base + offset + at, share);
		MmBuildMdlForNonPagedPool(m);
		t->mdl[n]->Next = m;
		m->Next = NULL;
		at += share;
	}
	return t->mdl[0];
}

static void oob(NET_BUFFER_LIST *nbl, const struct plan *plan, const struct segment_headers *h, const struct frame_info *info)
{
	nbl->NetBufferListInfo[TcpIpChecksumNetBufferListInfo] = plan->checksum.Value;
	nbl->NetBufferListInfo[TcpLargeSendNetBufferListInfo] = plan->lso.Value;
	nbl->NetBufferListInfo[UdpSegmentationOffloadInfo] = plan->uso.Value;
	if (info->has_vlan) {
		NDIS_NET_BUFFER_LIST_8021Q_INFO q = {.Value = NULL};
		q.TagHeader.UserPriority = info->vlan >> 13;
		q.TagHeader.CanonicalFormatId = info->vlan >> 12 & 1;
		q.TagHeader.VlanId = info->vlan & 0xfff;
		nbl->NetBufferListInfo[Ieee8021QNetBufferListInfo] = q.Value;
	}
	nbl->NblFlags = (h->family == 4   ? NDIS_NBL_FLAGS_IS_IPV4
	                 : h->family == 6 ? NDIS_NBL_FLAGS_IS_IPV6
	                                  : 0) |
	                (h->proto == 6    ? NDIS_NBL_FLAGS_IS_TCP
	                 : h->proto == 17 ? NDIS_NBL_FLAGS_IS_UDP
	                                  : 0);
}

static void hand(struct path *p, struct batch *s, struct tx_frame *t, uint8_t *frame, uint32_t bytes, const struct plan *plan,
                 const struct segment_headers *h, const struct frame_info *info)
{
	const bool large = plan->lso.Value || plan->uso.Value;
	const uint32_t offset = (uint32_t)(frame - t->base);
	MDL *m = chain(p, t, offset, bytes, h, large);
	NET_BUFFER_LIST *nbl = NULL;
	NET_BUFFER *nb;
	if (joins(s, plan, h, info, frame)) {
		nb = NdisAllocateNetBuffer(p->nb_pool, m, offset, bytes);
	} else {
		nbl = NdisAllocateNetBufferAndNetBufferList(p->nbl_pool, 0, 0, m, offset, bytes);
		nb = nbl ? nbl->FirstNetBuffer : NULL;
	}
	if (!nb) {
		COUNT(p, tx_dropped, 1);
		atomic_store(&p->b->counts.drop_why, "out of memory");
		release(p, t);
		return;
	}
	nb->ProtocolReserved[0] = t;
	s->frames++;
	s->bytes += bytes;
	if (!nbl) {
		s->last_nb->Next = nb;
		s->last_nb = nb;
		s->buffers++;
		COUNT(p, merged, 1);
		return;
	}
	nbl->SourceHandle = p->b->ndis;
	oob(nbl, plan, h, info);
	*s->tail = nbl;
	s->tail = &nbl->Next;
	s->last = nbl;
	s->last_nb = nb;
	s->lists++;
	s->buffers = 1;
	s->plan = *plan;
	s->h = *h;
	s->info = *info;
	s->frame = frame;
}

static void drop(struct path *p, struct tx_frame *t, const char *why)
{
	COUNT(p, tx_dropped, 1);
	atomic_store_explicit(&p->b->counts.drop_why, why, memory_order_relaxed);
	release(p, t);
}

/* The tag into the frame: the driver takes none out of band. */
static uint8_t *tag_in(uint8_t *frame, uint32_t *bytes, struct frame_info *info)
{
	memmove(frame - 4, frame, 12);
	frame -= 4;
	frame[12] = 0x81;
	frame[13] = 0;
	frame[14] = (uint8_t)(info->vlan >> 8);
	frame[15] = (uint8_t)info->vlan;
	*bytes += 4;
	if (info->flags & VIRTIO_NET_HDR_F_NEEDS_CSUM)
		info->csum_start = (uint16_t)(info->csum_start + 4);
	if (info->hdr_len)
		info->hdr_len = (uint16_t)(info->hdr_len + 4);
	info->has_vlan = 0;
	info->vlan = 0;
	return frame;
}

static void count_plan(struct path *p, const struct plan *plan)
{
	if (plan->lso.Value)
		COUNT(p, lso, 1);
	else if (plan->uso.Value)
		COUNT(p, uso, 1);
	else if (plan->checksum.Value)
		COUNT(p, checksums, 1);
	if (plan->fill)
		COUNT(p, filled, 1);
}

/* One frame into the batch, or the beginning of its cutting on `level`. */
static void push(struct path *p, struct batch *s, struct tx_frame *t, uint8_t *frame, uint32_t bytes, const struct frame_info *from,
                 unsigned queue, unsigned level)
{
	struct segment_headers h;
	struct frame_info info = *from;
	struct plan plan;
	if (info.has_vlan && !(info.vlan & 0xfff ? p->caps.vlan : p->caps.vlan || p->caps.priority))
		frame = tag_in(frame, &bytes, &info);
	else if (info.has_vlan)
		COUNT(p, tags, 1);
	segment_parse(frame, bytes, bytes, &h);
	plan_frame(&p->caps, frame, &h, &info, bytes, p->mtu, &plan);
	if (plan.kind == PLAN_CUT && level < TX_LEVELS) {
		struct tx_cut *c = &p->cut[queue][level];
		const uint32_t most = PATH_SOFT_BYTES - PORT_HEADROOM - h.payload;
		struct segment_options o = {.partial = true, .piece = level || h.payload >= PATH_SOFT_BYTES / 2 ? 0 : plan.piece};
		o.piece = o.piece > most ? most : o.piece;
		if (segment_begin(&c->cut, frame, bytes, &info, &o)) {
			drop(p, t, "cannot be cut");
			return;
		}
		c->source = t;
		c->info = info;
		COUNT(p, cut, 1);
		atomic_store_explicit(&p->b->counts.cut_why, plan.why, memory_order_relaxed);
		return;
	}
	if (plan.kind != PLAN_SEND) {
		drop(p, t, plan.why);
		return;
	}
	plan_apply(&plan, &h, &info, frame, bytes);
	count_plan(p, &plan);
	hand(p, s, t, frame, plan.lso.Value || plan.uso.Value ? h.end : bytes, &plan, &h, &info);
}

static struct tx_cut *cutting(struct path *p, unsigned queue, unsigned *level)
{
	for (*level = TX_LEVELS; *level;)
		if (p->cut[queue][--*level].source)
			return &p->cut[queue][*level];
	return NULL;
}

/* One piece of what is being cut; false: no buffer is free. */
static bool cut_step(struct path *p, struct batch *s, struct tx_cut *c, unsigned queue, unsigned level)
{
	struct frame_info info;
	bool wait;
	struct tx_frame *t = soft_take(p, &wait);
	if (!t && wait)
		return false;
	if (!t) {
		drop(p, c->source, "out of memory");
		c->source = NULL;
		return true;
	}
	uint8_t *frame = t->base + PORT_HEADROOM;
	const int n = segment_next(&c->cut, frame, PATH_SOFT_BYTES - PORT_HEADROOM, &info);
	if (n > 0) {
		info.has_vlan = c->info.has_vlan;
		info.vlan = c->info.vlan;
		COUNT(p, pieces, 1);
		push(p, s, t, frame, (uint32_t)n, &info, queue, level + 1);
		return true;
	}
	if (n < 0)
		drop(p, t, "a piece is longer than its buffer");
	else
		release(p, t);
	t = c->source;
	c->source = NULL;
	release(p, t);
	return true;
}

static bool take(struct path *p, struct batch *s, unsigned queue)
{
	struct port_frame f;
	unsigned level;
	struct tx_cut *c = cutting(p, queue, &level);
	if (c)
		return cut_step(p, s, c, queue, level);
	if (!port_machine_tx(&p->port, queue, &f))
		return false;
	if (f.cookie >= PORT_SLOTS || f.bytes > PORT_SLOT_BYTES - PORT_HEADROOM || f.bytes < 14) {
		if (f.cookie < PORT_SLOTS)
			drop(p, &p->slot[queue][f.cookie], "no frame");
		return true;
	}
	struct tx_frame *t = &p->slot[queue][f.cookie];
	push(p, s, t, t->base + PORT_HEADROOM, f.bytes, &f.info, queue, 0);
	return true;
}

static bool any(const struct path *p)
{
	for (unsigned q = 0; q < p->port.queues; q++) {
		if (atomic_load_explicit(&p->port.shared->queue[q].tx.head, memory_order_relaxed) != p->port.tx_tail[q])
			return true;
		for (unsigned level = 0; level < TX_LEVELS; level++)
			if (p->cut[q][level].source)
				return true;
	}
	return false;
}

bool tx_blocked(const struct path *p)
{
	return !atomic_load(&p->running) || atomic_load(&p->starved);
}

static void caps_update(struct path *p)
{
	struct binding *b = p->b;
	const uint64_t g = atomic_load(&p->generation);
	if (g == p->caps_generation)
		return;
	KeAcquireSpinLockAtDpcLevel(&b->lock);
	const bool use = b->encapsulation == SET_DONE && !b->task_disabled;
	caps_read(&p->caps, &b->task.offload, b->task_size, use ? &b->encapsulation_value : NULL, b->mac_options);
	p->mtu = b->mtu;
	KeReleaseSpinLockFromDpcLevel(&b->lock);
	p->caps_generation = g;
}

bool tx_serve(struct path *p)
{
	struct batch s;
	KIRQL old;
	bool some = true;
	if (tx_blocked(p) || !any(p))
		return false;
	memset(&s, 0, sizeof(s));
	s.tail = &s.first;
	KeRaiseIrql(DISPATCH_LEVEL, &old);
	path_sending = p;
	atomic_store(&p->sending, ++p->batches);
	if (atomic_load(&p->running)) {
		caps_update(p);
		while (some && s.lists < p->batch) {
			some = false;
			for (unsigned q = 0; q < p->port.queues && s.lists < p->batch; q++)
				for (unsigned n = 0; n < PORT_SLOTS && s.lists < p->batch && take(p, &s, q); n++)
					some = true;
		}
	}
	nt_sched_point(); /* where a change of configuration hurts most: serial mode tries it */
	if (s.first) {
		atomic_fetch_add(&p->sends, s.lists);
		COUNT(p, batches, 1);
		COUNT(p, sent, s.frames);
		COUNT(p, sent_bytes, s.bytes);
		NdisSendNetBufferLists(p->b->ndis, s.first, NDIS_DEFAULT_PORT_NUMBER, NDIS_SEND_FLAGS_DISPATCH_LEVEL);
	}
	atomic_store(&p->sending, 0);
	path_sending = NULL;
	KeLowerIrql(old);
	return true;
}

void NTAPI tx_complete(NDIS_HANDLE context, PNET_BUFFER_LIST list, ULONG flags)
{
	struct binding *b = context;
	struct path *p = b->path;
	int64_t n = 0;
	uint64_t failed = 0;
	KIRQL old;
	(void)flags;
	KeAcquireSpinLock(&p->done_lock, &old);
	for (NET_BUFFER_LIST *nbl = list; nbl; nbl = nbl->Next, n++) {
		failed += nbl->Status != NDIS_STATUS_SUCCESS;
		for (NET_BUFFER *nb = nbl->FirstNetBuffer; nb; nb = nb->Next)
			release_locked(p, nb->ProtocolReserved[0]);
	}
	KeReleaseSpinLock(&p->done_lock, old);
	for (NET_BUFFER_LIST *nbl = list, *next; nbl; nbl = next) {
		next = nbl->Next;
		for (NET_BUFFER *nb = nbl->FirstNetBuffer->Next, *after; nb; nb = after) {
			after = nb->Next;
			NdisFreeNetBuffer(nb);
		}
		NdisFreeNetBufferList(nbl);
	}
	if (failed)
		COUNT(p, tx_failed, failed);
	if (atomic_load(&p->starved) && atomic_exchange(&p->starved, false))
		path_wake(p);
	port_machine_kick_slots(&p->port);
	if (atomic_fetch_sub(&p->sends, n) == n && atomic_load(&p->flush))
		KeSetEvent(&p->idle, 0, FALSE);
}
