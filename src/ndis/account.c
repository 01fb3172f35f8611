/*
 * Who has which NET_BUFFER_LIST, since when, and in what state it comes back.
 *
 * datapath.c moves the holder in each NBL's head with one atomic step and notes the time; nothing else is done per packet. Whoever wants to
 * know (a pause that waits, a timer once a second while something is out, `flue show`) walks all blocks of all pools.
 *
 * A seal is taken of what is sent: the chain of NET_BUFFERs, their offsets and lengths, their MDLs and the lengths of those. It must fit
 * when the NBL is completed, for the sender frees and reuses by it. What a miniport may change (Status, MiniportReserved, Scratch, the
 * out-of-band values, mappings of MDLs) is not in it.
 *
 * With --verify, structures on a pool's free list are filled with a pattern; who writes to one after he gave it back is named when it is
 * allocated again.
 * learn.microsoft.com/windows-hardware/drivers/ddi/ndis/nf-ndis-ndismsendnetbufferlistscomplete
 */
#include "ndis/io.h"
#include <stdio.h>
#include <string.h>

#define POISON    0xd7
#define CHAIN_MAX 4096u /* MDLs or NET_BUFFERs: more are a loop */
#define PERIOD_MS 1000
#define MS        10000ull

static uint64_t mix(uint64_t h, uint64_t v)
{
	h = (h ^ v) * 0x9e3779b97f4a7c15ull;
	return h ^ h >> 29;
}

uint64_t io_seal(const NET_BUFFER_LIST *nbl)
{
	uint64_t h = mix(1, (uintptr_t)nbl->FirstNetBuffer);
	unsigned n = 0;
	for (const NET_BUFFER *nb = nbl->FirstNetBuffer; nb && n++ < CHAIN_MAX; nb = nb->Next) {
		h = mix(h, (uintptr_t)nb->Next);
		h = mix(h, (uintptr_t)nb->CurrentMdl);
		h = mix(h, (uintptr_t)nb->MdlChain);
		h = mix(h, (uint64_t)nb->CurrentMdlOffset << 32 | nb->DataOffset);
		h = mix(h, nb->stDataLength);
		for (const MDL *m = nb->MdlChain; m && n++ < CHAIN_MAX; m = m->Next) {
			h = mix(h, (uintptr_t)m->Next);
			h = mix(h, (uint64_t)m->ByteCount << 32 | m->ByteOffset);
		}
	}
	return h;
}

/* ---- the oldest */
struct search {
	struct ndis_adapter *a;
	enum nbl_holder holder;
	uint64_t since, before; /* overdue: said when older than `before` */
	const NET_BUFFER_LIST *nbl;
	unsigned n, late;
};

static void look(struct nbl_block *b, void *ctx)
{
	struct search *s = ctx;
	if (atomic_load_explicit(&b->holder, memory_order_acquire) != s->holder || b->adapter != s->a)
		return;
	s->n++;
	if (b->since < s->since) {
		s->since = b->since;
		s->nbl = &b->nbl;
	}
	if (b->since < s->before && !b->overdue_said) {
		b->overdue_said = true;
		s->late++;
	}
}

bool io_oldest(struct ndis_adapter *a, enum nbl_holder holder, char *text, size_t max)
{
	struct search s = {.a = a, .holder = holder, .since = UINT64_MAX};
	io_nbl_each(look, &s);
	*text = 0;
	if (s.nbl)
		snprintf(text, max, "%u NBL%s, the oldest %p for %llu ms", s.n, s.n == 1 ? "" : "s", (const void *)s.nbl,
		         (unsigned long long)((nt_time_100ns() - s.since) / MS));
	return s.nbl != NULL;
}

/* ---- sends that don't come back */
static void arm(struct io_adapter *io)
{
	LARGE_INTEGER due = {.QuadPart = -(LONGLONG)(PERIOD_MS * MS)};
	KeSetTimer(&io->watch_timer, due, &io->watch_dpc);
}

static VOID NTAPI watch(KDPC *dpc, PVOID context, PVOID x, PVOID y)
{
	struct ndis_adapter *a = context;
	struct io_adapter *io = io_of(a);
	const uint64_t now = nt_time_100ns(), limit = ndis_limits.send * MS;
	(void)dpc, (void)x, (void)y;
	if (!atomic_load(&a->sends)) {
		atomic_store(&io->watched, 0);
		if (atomic_load(&a->sends) && !atomic_exchange(&io->watched, 1)) /* came between */
			arm(io);
		return;
	}
	struct search s = {.a = a, .holder = NBL_SENT, .since = UINT64_MAX, .before = now > limit ? now - limit : 0};
	if (limit)
		io_nbl_each(look, &s);
	if (s.late) {
		atomic_fetch_add(&io->counts.overdue, s.late);
		ndis_finding(
		        a, "send",
		        "send not completed: MiniportSendNetBufferLists got %u NBL%s more than %u s ago (oldest %p); the driver must call "
		        "NdisMSendNetBufferListsComplete for each",
		        s.late, s.late == 1 ? "" : "s", ndis_limits.send / 1000, (const void *)s.nbl);
	}
	arm(io);
}

void io_sends_watch(struct ndis_adapter *a)
{
	struct io_adapter *io = io_of(a);
	if (atomic_load_explicit(&io->watched, memory_order_relaxed) || atomic_exchange(&io->watched, 1))
		return;
	if (!io->watch_ready) {
		KeInitializeTimer(&io->watch_timer);
		KeInitializeDpc(&io->watch_dpc, watch, a);
		io->watch_ready = true;
	}
	arm(io);
}

void io_sends_stop(struct ndis_adapter *a)
{
	struct io_adapter *io = io_of(a);
	if (!io || !io->watch_ready)
		return;
	atomic_store(&io->watched, 1); /* nobody arms it */
	KeCancelTimer(&io->watch_timer);
	KeFlushQueuedDpcs();
	KeCancelTimer(&io->watch_timer); /* the DPC may have armed it once more */
	KeFlushQueuedDpcs();
	atomic_store(&io->watched, 0);
}

void io_sends_left(struct ndis_adapter *a, const char *when)
{
	char text[100];
	if (io_oldest(a, NBL_SENT, text, sizeof(text)))
		ndis_finding(a, "leak", "%s never completed %s: %s (NdisMSendNetBufferListsComplete)", a->driver->name, text, when);
}

/* ---- received */
const char *io_bad_frame(const NET_BUFFER_LIST *nbl, char *text, size_t max)
{
	const uint64_t first = RAM_PHYS_BASE / RAM_PAGE, end = first + ((const struct ram_header *)nt_cfg.ram)->ram_size / RAM_PAGE;
	unsigned n = 0;
	for (const NET_BUFFER *nb = nbl->FirstNetBuffer; nb; nb = nb->Next) {
		uint64_t left = nb->DataLength, skip = nb->CurrentMdlOffset;
		for (const MDL *m = nb->CurrentMdl; m && left; m = m->Next) {
			if (n++ > CHAIN_MAX)
				return "its MDLs or NET_BUFFERs are a loop";
			if (skip >= m->ByteCount) {
				skip -= m->ByteCount;
				continue;
			}
			const uint64_t pfn = io_mdl_pfns(m)[(m->ByteOffset % RAM_PAGE + skip) / RAM_PAGE];
			if (pfn < first || pfn >= end) {
				snprintf(text, max, "MDL %p describes memory that is not RAM (page frame 0x%llx)", (const void *)m,
				         (unsigned long long)pfn);
				return text;
			}
			left -= m->ByteCount - skip < left ? m->ByteCount - skip : left;
			skip = 0;
		}
		if (left) {
			snprintf(text, max, "NET_BUFFER %p says %u bytes of data, its MDLs have %llu of them", (const void *)nb,
			         nb->DataLength, (unsigned long long)(nb->DataLength - left));
			return text;
		}
		if (n++ > CHAIN_MAX)
			return "its MDLs or NET_BUFFERs are a loop";
	}
	return nbl->FirstNetBuffer ? NULL : "it has no NET_BUFFER";
}

/*
 * RSC that goes on after the driver reported it off (or never reported it on). What other processors had in hand when it was switched off
 * may still come, for a moment. programming-considerations-for-rsc-drivers, querying-and-changing-rsc-state
 */
#define RSC_GRACE_MS 100
void io_check_coalesced(struct ndis_adapter *a, const NET_BUFFER_LIST *nbl, uint64_t now)
{
	const uint64_t off4 = atomic_load_explicit(&a->rsc_off_since[0], memory_order_relaxed),
	               off6 = atomic_load_explicit(&a->rsc_off_since[1], memory_order_relaxed);
	if ((!off4 && !off6) || atomic_load_explicit(&a->rsc_said, memory_order_relaxed))
		return;
	const NET_BUFFER *nb = nbl->FirstNetBuffer;
	const uint8_t *va = nb->CurrentMdl->ByteCount >= nb->CurrentMdlOffset + 14u ? io_mdl_va(nb->CurrentMdl) : NULL;
	const bool v6 = va && va[nb->CurrentMdlOffset + 12] == 0x86 && va[nb->CurrentMdlOffset + 13] == 0xdd;
	const uint64_t since = v6 ? off6 : off4;
	if (!since || now - since < RSC_GRACE_MS * MS || atomic_load(&a->rsc_may_begin[v6]) ||
	    (int64_t)(now - atomic_load(&a->rsc_set_ended[v6])) < (int64_t)(RSC_GRACE_MS * MS) || atomic_exchange(&a->rsc_said, true))
		return;
	ndis_finding(
	        a, "nbl",
	        "NdisMIndicateReceiveNetBufferLists: %p is %u coalesced segments, and RSC for IPv%u is off in the driver's own current "
	        "configuration since %llu ms",
	        (const void *)nbl, NET_BUFFER_LIST_COALESCED_SEG_COUNT(nbl), v6 ? 6 : 4, (unsigned long long)((now - since) / MS));
}

/* ---- touched after it was given back */
void io_poison(void *p, size_t bytes)
{
	memset(p, POISON, bytes);
}

void io_poison_check(struct ndis_adapter *last, const void *p, size_t bytes, const void *shown, const char *what)
{
	const uint8_t *b = p;
	for (size_t i = 0; i < bytes; i++)
		if (b[i] != POISON) {
			ndis_finding(last, "nbl", "%s %p was written to at offset %zu after it was given back and freed", what, shown, i);
			return;
		}
}
