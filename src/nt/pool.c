/*
 * Pool: Ex*Pool* on top of the page allocator.
 *
 * Every block's tag, size and caller live in descriptors in private memory, so a driver that overruns a block destroys data, not our
 * bookkeeping, and the report can still say whose block it was. Blocks up to MAX_SMALL come from one-page slabs of one slot size (hence
 * 16-byte aligned and never across a page, as ExAllocatePoolWithTag documents); larger ones are whole pages. What is not zeroed on request
 * is filled with FILL_NEW; the unused tail of a block is a canary, checked on free; freed slots are filled with FILL_FREED, checked when
 * the slot is handed out again (a write after free).
 *
 * --verify gives each block of a driver pages of its own in a window: its end touches an unmapped page, and after the free its own pages
 * are unmapped too.
 */
#include "nt/core.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FILL_NEW    0xa5
#define FILL_FREED  0xdd
#define FILL_TAIL   0xfd
#define CANARY      8u
#define FREED_CHECK 256u /* bytes of a freed slot that are filled and checked */
#define MAX_SMALL   (RAM_PAGE - CANARY)

static const uint16_t slot_size[] = {32,  48,  64,  80,  96,  112, 128, 160,  192,  224,  256,  288,
                                     336, 400, 448, 512, 576, 672, 816, 1008, 1024, 1360, 2048, 4096};
#define CLASSES ARRAY_LEN(slot_size)

enum { D_FREE, D_LIVE, D_FREED };
struct desc {
	const void *caller;
	const void *freed_by;
	uint64_t size;
	uint32_t tag;
	uint16_t next; /* free list */
	uint8_t state;
	uint8_t type;
};
struct slab {
	struct list link; /* in its class while it has a free slot */
	uint8_t *page;
	uint16_t klass, slots, used, free;
	struct desc d[];
};
struct large {
	struct desc d;
	uint8_t *data; /* what the driver has */
	uint8_t *base; /* page aligned: RAM or a window */
	size_t pages;
	uint32_t *frames; /* window: its frames */
};
#define NO_SLOT 0xffff

static struct {
	pthread_mutex_t lock;
	struct list partial[CLASSES];
	uintptr_t *owner; /* per frame of RAM: struct slab *, or struct large * | 1 */
	uint64_t frames;
	struct large **special; /* verify: live and recently freed windows, by address */
	size_t special_count, special_max;
	struct nt_pool_stats stats;
	uint64_t fail_skip, fail_count;
	uint32_t fail_tag;
} pool = {.lock = PTHREAD_MUTEX_INITIALIZER};

int nt_pool_init(void)
{
	for (unsigned i = 0; i < CLASSES; i++)
		list_init(&pool.partial[i]);
	pool.frames = ((const struct ram_header *)nt_cfg.ram)->ram_size / RAM_PAGE;
	pool.owner = calloc(pool.frames, sizeof *pool.owner);
	memset(&pool.stats, 0, sizeof pool.stats);
	pool.fail_count = 0;
	return pool.owner ? 0 : -ENOMEM;
}

void nt_pool_exit(void)
{
	for (uint64_t i = 0; pool.owner && i < pool.frames; i++) {
		uintptr_t o = pool.owner[i];
		if (!o || (i && pool.owner[i - 1] == o))
			continue;
		free((void *)(o & ~1ull));
	}
	for (size_t i = 0; i < pool.special_count; i++) {
		free(pool.special[i]->frames);
		free(pool.special[i]);
	}
	free(pool.special);
	free(pool.owner);
	pool.special = NULL;
	pool.owner = NULL;
	pool.special_count = pool.special_max = 0;
}

const char *nt_tag_text(uint32_t tag, char out[8])
{
	for (int i = 0; i < 4; i++) {
		char c = (char)(tag >> (8 * i));
		out[i] = c >= 32 && c < 127 ? c : '.';
	}
	out[4] = 0;
	return out;
}

static void describe(const struct desc *d, char *out, size_t max)
{
	char tag[8], who[200];
	snprintf(out, max, "block '%s' (%llu bytes, allocated by %s)", nt_tag_text(d->tag, tag), (unsigned long long)d->size,
	         nt_where_text(d->caller, who, sizeof who));
}

static uint64_t frame_of(const void *p)
{
	uint64_t f = ((uintptr_t)p - NT_RAM_BASE) / RAM_PAGE;
	return f < pool.frames ? f : 0;
}

static struct slab *slab_new(unsigned klass)
{
	unsigned slots = RAM_PAGE / slot_size[klass];
	struct slab *s = calloc(1, sizeof *s + slots * sizeof s->d[0]);
	uint8_t *page = s ? nt_pages_alloc(RAM_PAGE) : NULL;
	if (!page) {
		free(s);
		return NULL;
	}
	s->page = page;
	s->klass = (uint16_t)klass;
	s->slots = (uint16_t)slots;
	for (unsigned i = 0; i < slots; i++)
		s->d[i].next = (uint16_t)(i + 1 < slots ? i + 1 : NO_SLOT);
	pool.owner[frame_of(page)] = (uintptr_t)s;
	list_add(&pool.partial[klass], &s->link);
	return s;
}

static bool filled(const uint8_t *p, size_t n, uint8_t with)
{
	for (size_t i = 0; i < n; i++)
		if (p[i] != with)
			return false;
	return true;
}

/* Lock held. `ghost` receives the former owner of a slot that was written after its free. */
static void *small_alloc(unsigned klass, size_t bytes, struct desc want, struct desc *ghost)
{
	struct slab *s =
	        list_empty(&pool.partial[klass]) ? slab_new(klass) : base_container_of(pool.partial[klass].next, struct slab, link);
	if (!s)
		return NULL;
	unsigned slot = s->free, size = slot_size[klass];
	struct desc *d = &s->d[slot];
	uint8_t *p = s->page + slot * size;
	if (d->state == D_FREED && !filled(p, size < FREED_CHECK ? size : FREED_CHECK, FILL_FREED))
		*ghost = *d;
	s->free = d->next;
	if (++s->used == s->slots)
		list_del(&s->link);
	*d = want;
	memset(p + bytes, FILL_TAIL, size - bytes);
	return p;
}

/* Lock held. Pages of its own; `special`: in a window, ending at its last byte (16-byte aligned, so up to 15 bytes of canary remain). */
static void *large_alloc(size_t bytes, struct desc want, bool special)
{
	size_t pages = (bytes + RAM_PAGE - 1) / RAM_PAGE;
	struct large *l = calloc(1, sizeof *l);
	if (!l)
		return NULL;
	l->d = want;
	l->pages = pages;
	if (special) {
		if (pool.special_count == pool.special_max) {
			size_t max = pool.special_max ? pool.special_max * 2 : 256;
			void *more = realloc(pool.special, max * sizeof *pool.special);
			if (!more)
				goto fail;
			pool.special = more;
			pool.special_max = max;
		}
		l->frames = malloc(pages * sizeof *l->frames);
		size_t got = 0;
		/* every second frame first, so that neighbours in the window are not neighbours in physical memory */
		for (; l->frames && got < pages; got++) {
			void *page = nt_pages_alloc(RAM_PAGE), *skip = pages > 1 ? nt_pages_alloc(RAM_PAGE) : NULL;
			nt_pages_free(skip, RAM_PAGE);
			if (!page)
				break;
			l->frames[got] = (uint32_t)frame_of(page);
		}
		l->base = got == pages ? nt_window_map(l->frames, pages) : NULL;
		if (!l->base) {
			while (got)
				nt_pages_free((char *)NT_RAM_BASE + (uint64_t)l->frames[--got] * RAM_PAGE, RAM_PAGE);
			free(l->frames);
			l->frames = NULL;
			goto plain;
		}
		size_t lead = bytes < RAM_PAGE ? (RAM_PAGE - bytes) & ~15ull : 0;
		l->data = l->base + lead;
		memset(l->base, FILL_TAIL, lead);
		memset(l->data + bytes, FILL_TAIL, pages * RAM_PAGE - lead - bytes);
		pool.special[pool.special_count++] = l;
		return l->data;
	}
plain:
	l->data = l->base = nt_pages_alloc(bytes);
	if (!l->base)
		goto fail;
	for (size_t i = 0; i < pages; i++)
		pool.owner[frame_of(l->base) + i] = (uintptr_t)l | 1;
	memset(l->data + bytes, FILL_TAIL, pages * RAM_PAGE - bytes);
	return l->data;
fail:
	free(l);
	return NULL;
}

static unsigned class_for(size_t bytes, bool cache_aligned)
{
	unsigned k = 0;
	while (k < CLASSES && (slot_size[k] < bytes + CANARY || (cache_aligned && slot_size[k] % 64)))
		k++;
	return k;
}

void *nt_pool_alloc_for(const void *caller, POOL_TYPE type, size_t bytes, ULONG tag, bool zero)
{
	struct desc want = {.caller = caller, .size = bytes, .tag = tag, .state = D_LIVE, .type = (uint8_t)type}, ghost = {0};
	void *p = NULL;
	if (bytes > pool.frames * RAM_PAGE)
		return NULL;
	if (!bytes)
		bytes = 1;
	pthread_mutex_lock(&pool.lock);
	if (caller && pool.fail_count && (!pool.fail_tag || pool.fail_tag == tag)) {
		if (pool.fail_skip) {
			pool.fail_skip--;
		} else {
			pool.fail_count--;
			goto out;
		}
	}
	bool contiguous = type & NT_POOL_CONTIGUOUS;
	if (nt_cfg.verify && caller && !contiguous && bytes <= 16 * RAM_PAGE)
		p = large_alloc(bytes, want, true);
	if (!p)
		p = bytes <= MAX_SMALL && !contiguous ? small_alloc(class_for(bytes, type & 4), bytes, want, &ghost)
		                                      : large_alloc(bytes, want, false);
	if (p) {
		pool.stats.allocations++;
		pool.stats.bytes += want.size;
		if (pool.stats.bytes > pool.stats.peak)
			pool.stats.peak = pool.stats.bytes;
	}
out:
	pthread_mutex_unlock(&pool.lock);
	if (p)
		memset(p, zero ? 0 : FILL_NEW, bytes);
	if (ghost.state) {
		char text[300], who[200];
		describe(&ghost, text, sizeof text);
		nt_finding("pool", "%s was written after it was freed by %s", text, nt_where_text(ghost.freed_by, who, sizeof who));
	}
	return p;
}

static int special_find(const void *p)
{
	for (size_t i = 0; i < pool.special_count; i++)
		if ((const uint8_t *)p >= pool.special[i]->base &&
		    (const uint8_t *)p < pool.special[i]->base + pool.special[i]->pages * RAM_PAGE)
			return (int)i;
	return -1;
}

/* Lock held. The descriptor that `p` points into, and where its data starts and its storage ends. */
static struct desc *find(const void *p, uint8_t **data, uint8_t **end, struct slab **slab, struct large **large)
{
	uintptr_t o = pool.owner[frame_of(p)];
	struct large *l = NULL;
	*slab = NULL;
	*large = NULL;
	if (frame_of(p) && o && !(o & 1)) {
		struct slab *s = (struct slab *)o;
		unsigned size = slot_size[s->klass], slot = (unsigned)((uintptr_t)p % RAM_PAGE / size);
		if (slot >= s->slots)
			return NULL;
		*slab = s;
		*data = s->page + slot * size;
		*end = *data + size;
		return &s->d[slot];
	}
	if (frame_of(p) && o) {
		l = (struct large *)(o & ~1ull);
	} else {
		int i = special_find(p);
		if (i < 0)
			return NULL;
		l = pool.special[i];
	}
	*large = l;
	*data = l->data;
	*end = l->base + l->pages * RAM_PAGE;
	return &l->d;
}

static void large_free(struct large *l)
{
	if (l->frames) {
		nt_window_unmap(l->base, l->pages);
		for (size_t i = 0; i < l->pages; i++)
			nt_pages_free((char *)NT_RAM_BASE + (uint64_t)l->frames[i] * RAM_PAGE, RAM_PAGE);
		free(l->frames);
		for (size_t i = 0; i < pool.special_count; i++)
			if (pool.special[i] == l) {
				pool.special[i] = pool.special[--pool.special_count];
				break;
			}
	} else {
		for (size_t i = 0; i < l->pages; i++)
			pool.owner[frame_of(l->base) + i] = 0;
		nt_pages_free(l->base, l->pages * RAM_PAGE);
	}
	free(l);
}

static void small_free(struct slab *s, struct desc *d, uint8_t *data, const void *caller)
{
	unsigned size = slot_size[s->klass];
	memset(data, FILL_FREED, size < FREED_CHECK ? size : FREED_CHECK);
	d->state = D_FREED;
	d->freed_by = caller;
	d->next = s->free;
	s->free = (uint16_t)(d - s->d);
	if (s->used-- == s->slots)
		list_add(&pool.partial[s->klass], &s->link);
	/* Give the page back when the class has another one to serve from. */
	if (!s->used && (pool.partial[s->klass].next != &s->link || pool.partial[s->klass].prev != &s->link)) {
		list_del(&s->link);
		pool.owner[frame_of(s->page)] = 0;
		nt_pages_free(s->page, RAM_PAGE);
		free(s);
	}
}

void nt_pool_free_for(void *p, ULONG tag, const void *caller)
{
	char text[300], who[200], t[8];
	uint8_t *data, *end;
	struct slab *s;
	struct large *l;
	/* Asked before our lock is taken: the dispatcher's lock is outermost. */
	size_t size = nt_cfg.verify ? nt_pool_size(p) : 0;
	const char *queued = size && nt_timer_in_range(p, size) ? "an armed timer"
	                     : size && nt_dpc_in_range(p, size) ? "a queued DPC"
	                                                        : NULL;
	pthread_mutex_lock(&pool.lock);
	struct desc *d = find(p, &data, &end, &s, &l), copy = d ? *d : (struct desc){0};
	bool live = d && d->state == D_LIVE && data == p;
	const uint8_t *tail = live ? data + (copy.size ? copy.size : 1) : NULL;
	size_t over = 0;
	for (size_t i = 0; live && tail + i < end && !over; i++)
		if (tail[i] != FILL_TAIL)
			over = i + 1;
	bool under = live && l && l->data > l->base && !filled(l->base, (size_t)(l->data - l->base), FILL_TAIL);
	bool wrong_tag = live && tag && copy.tag != tag && (copy.tag & ~0x80000000u) != (tag & ~0x80000000u);
	if (live && !over && !under) {
		pool.stats.bytes -= copy.size;
		pool.stats.allocations--;
		if (l)
			large_free(l);
		else
			small_free(s, d, data, caller);
	}
	pthread_mutex_unlock(&pool.lock);

	if (live)
		describe(&copy, text, sizeof text);
	if (over || under)
		nt_crash_driver("pool corruption", "%s was overwritten %s, found when %s freed it", text,
		                over ? "past its end" : "before its start", nt_where_text(caller, who, sizeof who));
	if (queued)
		nt_crash_driver("pool corruption", "%s is freed by %s while %s lies in it", text, nt_where_text(caller, who, sizeof who),
		                queued);
	if (wrong_tag)
		nt_finding("pool", "%s is freed with tag '%s' by %s (Windows: bug check 0xC2, BAD_POOL_CALLER)", text, nt_tag_text(tag, t),
		           nt_where_text(caller, who, sizeof who));
	if (live)
		return;
	if (d && copy.state == D_FREED && data == p) {
		char first[200];
		describe(&copy, text, sizeof text);
		nt_crash_driver("pool double free", "%s is freed twice: first by %s, again by %s", text,
		                nt_where_text(copy.freed_by, first, sizeof first), nt_where_text(caller, who, sizeof who));
	}
	if (d && copy.state == D_LIVE) {
		describe(&copy, text, sizeof text);
		nt_crash_driver("bad pool free", "%s frees %p, which lies %lld bytes into %s", nt_where_text(caller, who, sizeof who), p,
		                (long long)((uint8_t *)p - data), text);
	}
	nt_crash_driver("bad pool free", "%s frees %p, which is no pool block%s", nt_where_text(caller, who, sizeof who), p,
	                nt_window_valid(p) || frame_of(p) ? " (freed before, or never allocated)" : "");
}

void *nt_pool_alloc(size_t bytes, ULONG tag)
{
	return nt_pool_alloc_for(NULL, NonPagedPool, bytes, tag, true);
}

void nt_pool_free(void *p)
{
	if (p)
		nt_pool_free_for(p, 0, NULL);
}

size_t nt_pool_size(const void *p)
{
	uint8_t *data, *end;
	struct slab *s;
	struct large *l;
	pthread_mutex_lock(&pool.lock);
	struct desc *d = find(p, &data, &end, &s, &l);
	size_t size = d && d->state == D_LIVE && data == p ? d->size : 0;
	pthread_mutex_unlock(&pool.lock);
	return size;
}

void nt_pool_stats(struct nt_pool_stats *s)
{
	pthread_mutex_lock(&pool.lock);
	*s = pool.stats;
	pthread_mutex_unlock(&pool.lock);
}

void nt_pool_fail(uint64_t skip, uint64_t fail, ULONG tag)
{
	pthread_mutex_lock(&pool.lock);
	pool.fail_skip = skip;
	pool.fail_count = fail;
	pool.fail_tag = tag;
	pthread_mutex_unlock(&pool.lock);
}

/* ---- leaks: one finding per allocating place */
struct leak {
	const void *caller;
	uint32_t tag;
	uint64_t blocks, bytes;
};
struct leaks {
	const struct image *image;
	struct leak at[256];
	unsigned n, total;
};

static void leak_add(struct leaks *ls, const struct desc *d)
{
	struct image_where w = {0};
	if (d->state != D_LIVE || !d->caller)
		return;
	image_where(d->caller, &w);
	if (w.image != ls->image)
		return;
	ls->total++;
	unsigned i = 0;
	while (i < ls->n && (ls->at[i].caller != d->caller || ls->at[i].tag != d->tag))
		i++;
	if (i == ARRAY_LEN(ls->at))
		return;
	if (i == ls->n)
		ls->at[ls->n++] = (struct leak){.caller = d->caller, .tag = d->tag};
	ls->at[i].blocks++;
	ls->at[i].bytes += d->size;
}

unsigned nt_pool_leaks(const struct image *image)
{
	struct leaks *ls = calloc(1, sizeof *ls);
	if (!ls)
		return 0;
	ls->image = image;
	pthread_mutex_lock(&pool.lock);
	for (uint64_t i = 0; i < pool.frames; i++) {
		uintptr_t o = pool.owner[i];
		if (!o || (i && pool.owner[i - 1] == o))
			continue;
		if (o & 1) {
			leak_add(ls, &((struct large *)(o & ~1ull))->d);
			continue;
		}
		struct slab *s = (struct slab *)o;
		for (unsigned k = 0; k < s->slots; k++)
			leak_add(ls, &s->d[k]);
	}
	for (size_t i = 0; i < pool.special_count; i++)
		leak_add(ls, &pool.special[i]->d);
	pthread_mutex_unlock(&pool.lock);
	for (unsigned i = 0; i < ls->n; i++) {
		char who[200], tag[8];
		nt_finding("pool leak", "%llu block%s '%s' (%llu bytes) allocated by %s never freed", (unsigned long long)ls->at[i].blocks,
		           ls->at[i].blocks == 1 ? "" : "s", nt_tag_text(ls->at[i].tag, tag), (unsigned long long)ls->at[i].bytes,
		           nt_where_text(ls->at[i].caller, who, sizeof who));
	}
	unsigned total = ls->total;
	free(ls);
	return total;
}
