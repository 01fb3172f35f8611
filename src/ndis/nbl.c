/*
 * NET_BUFFER_LIST and NET_BUFFER pools.
 *
 * A pool hands out blocks: a head of ours (struct nbl_block, struct nb_block) and behind it the structure that the driver sees. An NBL's
 * block is allocated with all that its pool promises (context space, one NET_BUFFER, an MDL with data) and keeps it while it waits on the
 * pool's free list, so in steady state an allocation is a pop and a few stores. The head's `holder` says who has the NBL: its owner, the
 * miniport that it was sent to, the protocol that it was indicated to. datapath.c moves it; a structure that is freed, sent or completed by
 * somebody who does not hold it is a finding.
 *
 * The NBL is allocated with room for more NetBufferListInfo than our header knows: a driver built for a newer NDIS indexes further.
 *
 * learn.microsoft.com/windows-hardware/drivers/network/net-buffer-architecture, .../ddi/nblapi
 */
#include "ndis/io.h"
#include <pthread.h>
#include <string.h>

#define NBL_MAGIC 0x4c424e46u /* FNBL */
#define NB_MAGIC  0x2042424eu /* NBB */
#define FREE_MAX  4096u       /* blocks that a pool keeps */
#define RESTING   64u /* --verify: a block is used again after so many others, so that who touches a freed one touches no live one */

struct nbl_pool {
	struct io_object obj;
	bool is_nb_pool, with_nb;
	UCHAR protocol;
	USHORT context;
	ULONG tag, data;
	pthread_mutex_t lock;
	void *free;      /* struct nbl_block or nb_block by next_free */
	void **free_end; /* next_free of the last, while there is one */
	unsigned free_n;
	_Atomic int32_t live;
	struct nbl_block *all;
	struct list pools_link;
};
static pthread_mutex_t pools_lock = PTHREAD_MUTEX_INITIALIZER; /* the list of NET_BUFFER_LIST pools, and their blocks */
static struct list pools = {&pools, &pools};
static struct nbl_pool *internal_nbl, *internal_nb; /* for clones and fragments whose caller gave no pool */

struct nbl_block *io_nbl_block(NET_BUFFER_LIST *nbl)
{
	struct nbl_block *b = base_container_of(nbl, struct nbl_block, nbl);
	return nbl && b->magic == NBL_MAGIC ? b : NULL;
}

struct nb_block *io_nb_block(NET_BUFFER *nb)
{
	struct nb_block *b = base_container_of(nb, struct nb_block, nb);
	return nb && b->magic == NB_MAGIC ? b : NULL;
}

const char *io_nbl_why(const NET_BUFFER_LIST *nbl)
{
	const struct nbl_block *b = base_container_of(nbl, struct nbl_block, nbl);
	return nbl && b->magic == NBL_FREED ? "was freed before" : "did not come from a NET_BUFFER_LIST pool";
}

void io_nbl_each(void (*fn)(struct nbl_block *b, void *ctx), void *ctx)
{
	pthread_mutex_lock(&pools_lock);
	list_each(l, &pools)
	{
		const struct nbl_pool *p = base_container_of(l, struct nbl_pool, pools_link);
		for (struct nbl_block *b = p->all; b; b = b->next_all)
			fn(b, ctx);
	}
	pthread_mutex_unlock(&pools_lock);
}

/* ---- NET_BUFFER */
static struct nb_block *nb_new(struct nbl_pool *pool, bool part_of_nbl)
{
	struct nb_block *b = nt_pool_alloc(sizeof(*b), pool->tag);
	if (!b)
		return NULL;
	b->magic = NB_MAGIC;
	b->pool = pool;
	b->part_of_nbl = part_of_nbl;
	if (pool->data) {
		void *data = nt_pool_alloc(pool->data, pool->tag);
		b->own_mdl = data ? IoAllocateMdl(data, pool->data, FALSE, FALSE, NULL) : NULL;
		if (!b->own_mdl) {
			nt_pool_free(data);
			nt_pool_free(b);
			return NULL;
		}
		MmBuildMdlForNonPagedPool(b->own_mdl);
	}
	return b;
}

static void nb_delete(struct nb_block *b)
{
	if (b->own_mdl) {
		void *data = b->own_mdl->MappedSystemVa;
		IoFreeMdl(b->own_mdl);
		nt_pool_free(data);
	}
	b->magic = NDIS_MAGIC_DEAD;
	nt_pool_free(b);
}

static void nb_ready(struct nb_block *b, MDL *chain, ULONG offset, SIZE_T length)
{
	memset(&b->nb, 0, sizeof(b->nb));
	b->nb.NdisPoolHandle = b->pool;
	if (b->own_mdl) {
		b->own_mdl->Next = NULL;
		b->nb.MdlChain = b->own_mdl;
		b->nb.DataOffset = 0;
		b->nb.stDataLength = 0;
	} else {
		b->nb.MdlChain = chain;
		b->nb.DataOffset = offset;
		b->nb.stDataLength = length;
	}
	NdisAdjustNetBufferCurrentMdl(&b->nb);
}

void NTAPI NdisAdjustNetBufferCurrentMdl(PNET_BUFFER nb)
{
	MDL *m = nb->MdlChain;
	ULONG offset = nb->DataOffset;
	while (m && m->Next && offset >= m->ByteCount) {
		offset -= m->ByteCount;
		m = m->Next;
	}
	nb->CurrentMdl = m;
	nb->CurrentMdlOffset = m ? offset : 0;
}

/* A freed block to use again, or NULL: a new one is due. `next`: where next_free is in it. */
static void *block_again(struct nbl_pool *pool, size_t next)
{
	pthread_mutex_lock(&pool->lock);
	void *b = nt_cfg.verify && pool->free_n <= RESTING ? NULL : pool->free;
	if (b) {
		pool->free = *(void **)((char *)b + next);
		pool->free_n--;
	}
	pthread_mutex_unlock(&pool->lock);
	return b;
}
/* False: the pool has enough of them. The last one freed is used first, as its cache lines are warm; with --verify the oldest. */
static bool block_keep(struct nbl_pool *pool, void *b, void **next)
{
	pthread_mutex_lock(&pool->lock);
	const bool keep = pool->free_n < FREE_MAX;
	if (keep && nt_cfg.verify && pool->free) {
		*next = NULL;
		*pool->free_end = b;
		pool->free_end = next;
	} else if (keep) {
		*next = pool->free;
		pool->free = b;
		pool->free_end = next;
	}
	pool->free_n += keep;
	pthread_mutex_unlock(&pool->lock);
	return keep;
}

static struct nb_block *nb_take(struct nbl_pool *pool)
{
	struct nb_block *b = block_again(pool, offsetof(struct nb_block, next_free));
	if (b && nt_cfg.verify)
		io_poison_check(NULL, &b->nb, sizeof(b->nb), &b->nb, "NET_BUFFER");
	if (!b)
		b = nb_new(pool, false);
	if (b) {
		b->magic = NB_MAGIC;
		pool->live++;
	}
	return b;
}

PNET_BUFFER NTAPI NdisAllocateNetBuffer(NDIS_HANDLE PoolHandle, PMDL MdlChain, ULONG DataOffset, SIZE_T DataLength)
{
	struct nbl_pool *pool = io_object_of(PoolHandle, NDIS_OBJ_NB_POOL, "NdisAllocateNetBuffer");
	struct nb_block *b = pool ? nb_take(pool) : NULL;
	if (!b)
		return NULL;
	nb_ready(b, MdlChain, DataOffset, DataLength);
	return &b->nb;
}

PNET_BUFFER NTAPI NdisAllocateNetBufferMdlAndData(NDIS_HANDLE PoolHandle)
{
	struct nbl_pool *pool = io_object_of(PoolHandle, NDIS_OBJ_NB_POOL, "NdisAllocateNetBufferMdlAndData");
	if (pool && !pool->data) {
		ndis_finding(pool->obj.adapter, "nbl", "NdisAllocateNetBufferMdlAndData: the pool was made with DataSize 0");
		return NULL;
	}
	struct nb_block *b = pool ? nb_take(pool) : NULL;
	if (!b)
		return NULL;
	nb_ready(b, NULL, 0, 0);
	return &b->nb;
}

/* Retreats that were never undone: their MDLs go with the NET_BUFFER. */
static void added_free(struct nb_block *b)
{
	while (b->added) {
		struct nb_added *a = b->added;
		b->added = a->next;
		if (a->data) {
			IoFreeMdl(a->mdl);
			nt_pool_free(a->data);
		}
		nt_pool_free(a);
	}
}

void NTAPI NdisFreeNetBuffer(PNET_BUFFER NetBuffer)
{
	struct nb_block *b = io_nb_block(NetBuffer);
	if (!b || b->part_of_nbl) {
		ndis_finding(NULL, "nbl",
		             b ? "NdisFreeNetBuffer: %p belongs to its NET_BUFFER_LIST and is freed with it"
		               : "NdisFreeNetBuffer: %p did not come from a NET_BUFFER pool, or was freed before",
		             (void *)NetBuffer);
		return;
	}
	struct nbl_pool *pool = b->pool;
	added_free(b);
	b->magic = NBL_FREED;
	if (nt_cfg.verify)
		io_poison(&b->nb, sizeof(b->nb));
	pool->live--;
	if (!block_keep(pool, b, (void **)&b->next_free))
		nb_delete(b);
}

/* ---- NET_BUFFER_LIST */
static NET_BUFFER_LIST_CONTEXT *context_new(size_t size, ULONG tag)
{
	NET_BUFFER_LIST_CONTEXT *c = size <= 0xfff0 ? nt_pool_alloc(offsetof(NET_BUFFER_LIST_CONTEXT, ContextData) + size, tag) : NULL;
	if (c)
		c->Size = (USHORT)size;
	return c;
}

static void nbl_delete(struct nbl_block *b)
{
	pthread_mutex_lock(&pools_lock);
	for (struct nbl_block **at = &b->pool->all; *at; at = &(*at)->next_all)
		if (*at == b) {
			*at = b->next_all;
			break;
		}
	pthread_mutex_unlock(&pools_lock);
	if (b->own_nb)
		nb_delete(b->own_nb);
	nt_pool_free(b->own_context);
	b->magic = NDIS_MAGIC_DEAD;
	nt_pool_free(b);
}

/* Was it left alone since it was freed? */
static void rested(const struct nbl_block *b)
{
	if (!nt_cfg.verify)
		return;
	io_poison_check(b->adapter, &b->nbl, sizeof(b->nbl) + sizeof(b->later_info), &b->nbl, "NET_BUFFER_LIST");
	if (b->own_nb)
		io_poison_check(b->adapter, &b->own_nb->nb, sizeof(b->own_nb->nb), &b->own_nb->nb, "NET_BUFFER");
}
static struct nbl_block *nbl_take(struct nbl_pool *pool, size_t used, size_t unused)
{
	struct nbl_block *b = block_again(pool, offsetof(struct nbl_block, next_free));
	if (b)
		rested(b);
	if (!b) {
		b = nt_pool_alloc(sizeof(*b), pool->tag);
		if (!b)
			return NULL;
		b->pool = pool;
		b->magic = NBL_FREED;
		b->holder = NBL_FREED;
		pthread_mutex_lock(&pools_lock);
		b->next_all = pool->all;
		pool->all = b;
		pthread_mutex_unlock(&pools_lock);
		if (pool->with_nb && !(b->own_nb = nb_new(pool, true)))
			goto fail;
	}
	size_t context = used + unused > pool->context ? used + unused : pool->context;
	if (context && (!b->own_context || b->own_context->Size < context)) {
		nt_pool_free(b->own_context);
		b->own_context = context_new(context, pool->tag);
		if (!b->own_context)
			goto fail;
	}
	if (b->own_context) {
		b->own_context->Next = NULL;
		b->own_context->Offset = (USHORT)(b->own_context->Size - used);
	}
	b->magic = NBL_MAGIC;
	b->holder = NBL_OWNED;
	b->adapter = NULL;
	b->binding = NULL;
	b->derived = 0;
	b->saved_n = 0;
	memset(&b->nbl, 0, sizeof(b->nbl) + sizeof(b->later_info));
	b->nbl.NdisPoolHandle = pool;
	b->nbl.Context = context ? b->own_context : NULL;
	b->nbl.NetBufferListInfo[NetBufferListProtocolId] = (PVOID)(uintptr_t)pool->protocol;
	pool->live++;
	return b;
fail:
	nbl_delete(b);
	return NULL;
}

static NET_BUFFER_LIST *nbl_allocate(NDIS_HANDLE handle, size_t used, size_t unused, MDL *chain, ULONG offset, SIZE_T length, bool with_nb,
                                     const char *function)
{
	struct nbl_pool *pool = io_object_of(handle, NDIS_OBJ_NBL_POOL, function);
	if (!pool)
		return NULL;
	if (with_nb && (!pool->with_nb || pool->data))
		ndis_finding(pool->obj.adapter, "nbl", "%s: the pool must be made with fAllocateNetBuffer TRUE and DataSize 0", function);
	if ((used | unused) & (sizeof(void *) - 1))
		ndis_finding(pool->obj.adapter, "nbl",
		             "%s: ContextSize %zu and ContextBackFill %zu must be multiples of MEMORY_ALLOCATION_ALIGNMENT", function, used,
		             unused);
	if (with_nb && !pool->with_nb)
		return NULL;
	struct nbl_block *b = nbl_take(pool, used, unused);
	if (!b)
		return NULL;
	if (b->own_nb) {
		nb_ready(b->own_nb, chain, offset, length);
		b->nbl.FirstNetBuffer = &b->own_nb->nb;
	}
	return &b->nbl;
}

PNET_BUFFER_LIST NTAPI NdisAllocateNetBufferList(NDIS_HANDLE PoolHandle, USHORT ContextSize, USHORT ContextBackFill)
{
	return nbl_allocate(PoolHandle, ContextSize, ContextBackFill, NULL, 0, 0, false, "NdisAllocateNetBufferList");
}

PNET_BUFFER_LIST NTAPI NdisAllocateNetBufferAndNetBufferList(NDIS_HANDLE PoolHandle, USHORT ContextSize, USHORT ContextBackFill,
                                                             PMDL MdlChain, ULONG DataOffset, SIZE_T DataLength)
{
	return nbl_allocate(PoolHandle, ContextSize, ContextBackFill, MdlChain, DataOffset, DataLength, true,
	                    "NdisAllocateNetBufferAndNetBufferList");
}

void NTAPI NdisFreeNetBufferList(PNET_BUFFER_LIST NetBufferList)
{
	struct nbl_block *b = io_nbl_block(NetBufferList);
	uint32_t holder = NBL_OWNED;
	if (!b) {
		ndis_finding(NULL, "nbl", "NdisFreeNetBufferList: %p %s", (void *)NetBufferList, io_nbl_why(NetBufferList));
		return;
	}
	if (!atomic_compare_exchange_strong(&b->holder, &holder, NBL_FREED)) {
		ndis_finding(b->adapter, "nbl",
		             holder == NBL_SENT        ? "NdisFreeNetBufferList: %p is still with the miniport it was sent to"
		             : holder == NBL_INDICATED ? "NdisFreeNetBufferList: %p was indicated and has not been returned yet"
		                                       : "NdisFreeNetBufferList: %p was freed before",
		             (void *)NetBufferList);
		return;
	}
	for (NET_BUFFER_LIST_CONTEXT *c = b->nbl.Context, *next; c && c != b->own_context; c = next) {
		next = c->Next;
		nt_pool_free(c);
	}
	if (b->own_nb)
		added_free(b->own_nb);
	struct nbl_pool *pool = b->pool;
	b->magic = NBL_FREED;
	if (nt_cfg.verify) {
		io_poison(&b->nbl, sizeof(b->nbl) + sizeof(b->later_info));
		if (b->own_nb)
			io_poison(&b->own_nb->nb, sizeof(b->own_nb->nb));
	}
	pool->live--;
	if (!block_keep(pool, b, (void **)&b->next_free))
		nbl_delete(b);
}

/* ---- context space */
NDIS_STATUS NTAPI NdisAllocateNetBufferListContext(PNET_BUFFER_LIST NetBufferList, USHORT ContextSize, USHORT ContextBackFill,
                                                   ULONG PoolTag)
{
	NET_BUFFER_LIST_CONTEXT *c = NetBufferList->Context;
	if ((ContextSize | ContextBackFill) & (sizeof(void *) - 1)) {
		ndis_finding(NULL, "nbl",
		             "NdisAllocateNetBufferListContext: ContextSize %u and ContextBackFill %u must be multiples of sizeof(void*)",
		             ContextSize, ContextBackFill);
		return NDIS_STATUS_FAILURE;
	}
	if (c && c->Offset >= ContextSize) {
		c->Offset = (USHORT)(c->Offset - ContextSize);
		return NDIS_STATUS_SUCCESS;
	}
	c = context_new((size_t)ContextSize + ContextBackFill, PoolTag);
	if (!c)
		return NDIS_STATUS_RESOURCES;
	c->Offset = ContextBackFill;
	c->Next = NetBufferList->Context;
	NetBufferList->Context = c;
	return NDIS_STATUS_SUCCESS;
}

void NTAPI NdisFreeNetBufferListContext(PNET_BUFFER_LIST NetBufferList, USHORT ContextSize)
{
	NET_BUFFER_LIST_CONTEXT *c = NetBufferList->Context;
	struct nbl_block *b = io_nbl_block(NetBufferList);
	if (!c || c->Size - c->Offset < ContextSize) {
		ndis_finding(NULL, "nbl", "NdisFreeNetBufferListContext: %u bytes freed, %d in use", ContextSize,
		             c ? c->Size - c->Offset : 0);
		return;
	}
	c->Offset = (USHORT)(c->Offset + ContextSize);
	if (c->Offset == c->Size && (!b || c != b->own_context)) {
		NetBufferList->Context = c->Next;
		nt_pool_free(c);
	}
}

/* ---- pools */
static void pool_drop(struct io_object *o)
{
	struct nbl_pool *p = base_container_of(o, struct nbl_pool, obj);
	if (p->live > 0) {
		/* Somebody may still hold one; a stale pool costs less than a stale NBL. The next user of the handle is told. */
		ndis_finding(o->adapter, "nbl", "%s freed while %d of its structures are out", ndis_object_name(o->kind), p->live);
		io_object_remove(o);
		return;
	}
	io_object_remove(o);
	if (!p->is_nb_pool) {
		pthread_mutex_lock(&pools_lock);
		list_del(&p->pools_link);
		pthread_mutex_unlock(&pools_lock);
	}
	if (p->is_nb_pool)
		for (struct nb_block *b = p->free, *next; b; b = next) {
			next = b->next_free;
			if (nt_cfg.verify)
				io_poison_check(NULL, &b->nb, sizeof(b->nb), &b->nb, "NET_BUFFER");
			nb_delete(b);
		}
	else
		for (struct nbl_block *b = p->free, *next; b; b = next) {
			next = b->next_free;
			rested(b);
			nbl_delete(b);
		}
	pthread_mutex_destroy(&p->lock);
	nt_pool_free(p);
}

static struct nbl_pool *pool_new(NDIS_HANDLE handle, bool nb, ULONG tag, ULONG data)
{
	struct nbl_pool *p = nt_pool_alloc(sizeof(*p), tag);
	if (!p)
		return NULL;
	p->is_nb_pool = nb;
	p->tag = tag ? tag : IO_TAG('N', 'b', 'P', 'l');
	p->data = data;
	pthread_mutex_init(&p->lock, NULL);
	list_init(&p->pools_link);
	if (!nb) {
		pthread_mutex_lock(&pools_lock);
		list_add(&pools, &p->pools_link);
		pthread_mutex_unlock(&pools_lock);
	}
	io_object_add(&p->obj, nb ? NDIS_OBJ_NB_POOL : NDIS_OBJ_NBL_POOL, handle, pool_drop);
	return p;
}

static bool header_fits(const NDIS_OBJECT_HEADER *h, unsigned size, const char *function)
{
	if (h->Type == NDIS_OBJECT_TYPE_DEFAULT && h->Revision >= 1 && h->Size >= size)
		return true;
	ndis_finding(NULL, "nbl",
	             "%s: Header has Type 0x%02x Revision %u Size %u; Type 0x%02x, Revision 1 and at least %u bytes are wanted", function,
	             h->Type, h->Revision, h->Size, NDIS_OBJECT_TYPE_DEFAULT, size);
	return false;
}

NDIS_HANDLE NTAPI NdisAllocateNetBufferListPool(NDIS_HANDLE NdisHandle, PNET_BUFFER_LIST_POOL_PARAMETERS Parameters)
{
	if (!header_fits(&Parameters->Header, NDIS_SIZEOF_NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1, "NdisAllocateNetBufferListPool"))
		return NULL;
	if (Parameters->DataSize && !Parameters->fAllocateNetBuffer) {
		ndis_finding(io_adapter_of_any(NdisHandle), "nbl",
		             "NdisAllocateNetBufferListPool: DataSize %u needs fAllocateNetBuffer TRUE", Parameters->DataSize);
		return NULL;
	}
	struct nbl_pool *p = pool_new(NdisHandle, false, Parameters->PoolTag, Parameters->DataSize);
	if (!p)
		return NULL;
	p->with_nb = Parameters->fAllocateNetBuffer;
	p->context = (USHORT)((Parameters->ContextSize + 15u) & ~15u);
	p->protocol = Parameters->ProtocolId;
	return p;
}

NDIS_HANDLE NTAPI NdisAllocateNetBufferPool(NDIS_HANDLE NdisHandle, PNET_BUFFER_POOL_PARAMETERS Parameters)
{
	if (!header_fits(&Parameters->Header, NDIS_SIZEOF_NET_BUFFER_POOL_PARAMETERS_REVISION_1, "NdisAllocateNetBufferPool"))
		return NULL;
	return pool_new(NdisHandle, true, Parameters->PoolTag, Parameters->DataSize);
}

void NTAPI NdisFreeNetBufferListPool(NDIS_HANDLE PoolHandle)
{
	struct nbl_pool *p = io_object_of(PoolHandle, NDIS_OBJ_NBL_POOL, "NdisFreeNetBufferListPool");
	if (p)
		pool_drop(&p->obj);
}

void NTAPI NdisFreeNetBufferPool(NDIS_HANDLE PoolHandle)
{
	struct nbl_pool *p = io_object_of(PoolHandle, NDIS_OBJ_NB_POOL, "NdisFreeNetBufferPool");
	if (p)
		pool_drop(&p->obj);
}

NDIS_HANDLE NTAPI NdisGetPoolFromNetBuffer(PNET_BUFFER NetBuffer)
{
	struct nb_block *b = io_nb_block(NetBuffer);
	return b ? b->pool : NULL;
}

NDIS_HANDLE NTAPI NdisGetPoolFromNetBufferList(PNET_BUFFER_LIST NetBufferList)
{
	struct nbl_block *b = io_nbl_block(NetBufferList);
	return b ? b->pool : NULL;
}

UCHAR NTAPI NdisGetNetBufferListProtocolId(PNET_BUFFER_LIST NetBufferList)
{
	return (UCHAR)(uintptr_t)NetBufferList->NetBufferListInfo[NetBufferListProtocolId];
}

/* Pools for derived NBLs whose caller named none. */
static struct nbl_pool *internal(struct nbl_pool **slot, bool nb)
{
	static pthread_mutex_t once = PTHREAD_MUTEX_INITIALIZER;
	pthread_mutex_lock(&once);
	if (!*slot)
		*slot = pool_new(NULL, nb, IO_TAG('N', 'b', 'P', 'i'), 0);
	pthread_mutex_unlock(&once);
	return *slot;
}

NET_BUFFER_LIST *io_nbl_derive(NDIS_HANDLE pool, const char *function)
{
	struct nbl_pool *p = pool ? io_object_of(pool, NDIS_OBJ_NBL_POOL, function) : internal(&internal_nbl, false);
	struct nbl_block *b = p ? nbl_take(p, 0, 0) : NULL;
	if (!b)
		return NULL;
	b->nbl.Context = NULL; /* derived NBLs have no initial context */
	b->derived = 1;
	return &b->nbl;
}

NET_BUFFER *io_nb_derive(NDIS_HANDLE pool, NET_BUFFER_LIST *of, const char *function)
{
	struct nbl_block *l = io_nbl_block(of);
	struct nb_block *b;
	if (l && l->own_nb && !l->pool->data && !of->FirstNetBuffer) { /* the pool's preallocated one comes first */
		b = l->own_nb;
	} else {
		struct nbl_pool *p = pool ? io_object_of(pool, NDIS_OBJ_NB_POOL, function) : internal(&internal_nb, true);
		b = p ? nb_take(p) : NULL;
	}
	if (!b)
		return NULL;
	nb_ready(b, NULL, 0, 0);
	return &b->nb;
}

void io_nbl_exit(void)
{
	if (internal_nbl)
		pool_drop(&internal_nbl->obj);
	if (internal_nb)
		pool_drop(&internal_nb->obj);
	internal_nbl = internal_nb = NULL;
}
