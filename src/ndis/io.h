/*
 * ndis-io, inside: what the files of NDIS that serve a running driver share (buffers, DMA, interrupts, timers, work items, locks, device
 * memory, control devices, the data path). ndis_internal.h is what they share with the rest of NDIS.
 *
 * Objects. Everything a driver creates through these files and has to give back (pools, timers, work items, interrupts, DMA channels,
 * shared memory, mappings, control devices) starts with a struct io_object. It is on one list, so that a wrong or stale handle is named
 * instead of followed, so that what is left after MiniportHaltEx is stopped before its memory goes (an interrupt or a timer that fires into
 * a halted driver would be our fault, not only the driver's), and so that leaks can be counted per owner (ndis_owner).
 */
#pragma once
#include "ndis/ndis_internal.h"
#include "nt/exec.h"

/* A pool tag as it reads in a dump: IO_TAG('N', 'D', 'I', 'o'). */
#define IO_TAG(a, b, c, d) ((ULONG)(a) | (ULONG)(b) << 8 | (ULONG)(c) << 16 | (ULONG)(d) << 24)

struct io_object {
	uint32_t magic;
	enum ndis_object kind;
	struct list link;
	struct ndis_owner *owner;
	struct ndis_adapter *adapter;      /* NULL: made with a driver, protocol or NULL handle */
	NDIS_HANDLE handle;                /* as the driver passed it */
	void (*drop)(struct io_object *o); /* takes it back when its adapter was halted without freeing it */
};
#define IO_MAGIC 0x4f694e46u /* "FNiO" */

/* Counts it for its owner and lists it. `o` is zeroed memory of the caller. */
void io_object_add(struct io_object *o, enum ndis_object kind, NDIS_HANDLE handle, void (*drop)(struct io_object *));
void io_object_remove(struct io_object *o);
/* The object behind a handle; NULL and a finding "handle" that names `function` when it is none, freed, or of another kind. */
void *io_object_of(NDIS_HANDLE h, enum ndis_object kind, const char *function);
/* As above without a finding; for handles whose kind tells what they are. */
bool io_object_is(NDIS_HANDLE h, enum ndis_object kind);
/* Calls fn for each live object of the adapter (kind NDIS_OBJ_KINDS: any). */
/* The first object of the kind for which `is` is true, which is called under a lock. NULL: none. */
struct io_object *io_object_find(struct ndis_adapter *a, enum ndis_object kind, bool (*is)(struct io_object *o, void *ctx), void *ctx);
void io_object_each(struct ndis_adapter *a, enum ndis_object kind, void (*fn)(struct io_object *o, void *ctx), void *ctx);
/* The adapter behind a miniport adapter handle or a binding handle, NULL for any other handle. No finding. */
struct ndis_adapter *io_adapter_of_any(NDIS_HANDLE h);

/* For every packet and for IRQLs at which ndis.lock cannot be taken: trusts a handle whose memory has the right magic word. */
static inline struct ndis_adapter *io_adapter_quick(NDIS_HANDLE h, const char *function)
{
	return h && ((struct ndis_adapter *)h)->magic == NDIS_MAGIC_ADAPTER ? h : ndis_adapter_of_handle(h, function);
}
static inline struct ndis_binding *io_binding_quick(NDIS_HANDLE h, const char *function)
{
	return h && ((struct ndis_binding *)h)->magic == NDIS_MAGIC_BINDING ? h : ndis_binding_of(h, function);
}

/* ---- nbl.c. Each NBL and NB that a pool gave out has a head in front of it that drivers do not see. */
enum nbl_holder {
	NBL_OWNED,
	NBL_SENT,
	NBL_INDICATED,
	NBL_FREED,
	NBL_CHIMNEY,   /* with the miniport through an offloaded connection (chimney_io.c) */
	NBL_CHIMNEY_UP /* the miniport's, accepted by the host stack from an offloaded connection */
};
struct chimney_object;
struct nb_added { /* an MDL that NdisRetreatNetBufferDataStart put in front of the chain */
	struct nb_added *next;
	MDL *mdl;
	void *data; /* NULL: the driver's NetAllocateMdl made it */
};
struct nb_block {
	uint32_t magic;
	bool part_of_nbl;
	struct nbl_pool *pool;
	struct nb_block *next_free;
	MDL *own_mdl; /* pools with DataSize: preallocated MDL and data */
	struct nb_added *added;
	NET_BUFFER nb __attribute__((aligned(16)));
};
#define NBL_SAVED 4
struct mdl_saved {
	MDL *mdl;
	CSHORT flags;
	PVOID mapped, start;
};
struct nbl_block {
	uint32_t magic;
	_Atomic uint32_t holder; /* enum nbl_holder */
	struct nbl_pool *pool;
	struct nbl_block *next_free, *next_all; /* all: of the pool, in use or not; for account.c */
	struct nb_block *own_nb;
	NET_BUFFER_LIST_CONTEXT *own_context;
	struct ndis_adapter *adapter;      /* while sent or indicated */
	struct ndis_binding *binding;      /* while sent: where it goes back to; NULL: its sender has closed */
	struct chimney_object *connection; /* NBL_CHIMNEY: which, as what (enum chimney_kind), and its number there */
	uint64_t chimney_number;
	uint8_t chimney_kind;
	uint64_t since; /* nt_time_100ns() of the last change of holder */
	uint64_t seal;  /* account.c: what a sent NBL's structures looked like */
	bool overdue_said;
	uint32_t derived; /* clone, fragment or reassembled: its MDLs may be somebody else's */
	unsigned saved_n;
	struct mdl_saved saved[NBL_SAVED];
	NET_BUFFER_LIST nbl __attribute__((aligned(16)));
	PVOID later_info[16]; /* NetBufferListInfo of an NDIS newer than our header has */
};
struct nbl_block *io_nbl_block(NET_BUFFER_LIST *nbl); /* NULL: not from a pool */
struct nb_block *io_nb_block(NET_BUFFER *nb);
/* Structures for clones, fragments and reassemblies: from `pool`, or from NDIS's own when it is NULL. No context, no MDLs. */
NET_BUFFER_LIST *io_nbl_derive(NDIS_HANDLE pool, const char *function);
NET_BUFFER *io_nb_derive(NDIS_HANDLE pool, NET_BUFFER_LIST *of, const char *function);
void io_nbl_exit(void);
/* Calls fn for every block of every NET_BUFFER_LIST pool, under the list's lock: fn must not call into NDIS or the executive. */
void io_nbl_each(void (*fn)(struct nbl_block *b, void *ctx), void *ctx);
/* Why a pointer is no NBL that somebody may hand over: "was freed before", "did not come from a pool". */
const char *io_nbl_why(const NET_BUFFER_LIST *nbl);

/* ---- account.c */
uint64_t io_seal(const NET_BUFFER_LIST *nbl); /* of all that a miniport has to give back as it got it */
/* "NBL 0x... (14 ms, 3 of 64)": the oldest that `a` has as `holder`. False: none. */
bool io_oldest(struct ndis_adapter *a, enum nbl_holder holder, char *text, size_t max);
void io_sends_watch(struct ndis_adapter *a); /* something was sent: arms the timer that looks for sends that are not completed */
void io_sends_stop(struct ndis_adapter *a);  /* PASSIVE_LEVEL; returns when it does not run */
void io_sends_left(struct ndis_adapter *a, const char *when); /* after halt: names what was never given back */
/* Finds what is wrong with what a miniport indicates before anybody follows it: lengths, memory outside RAM. NULL: nothing. */
const char *io_bad_frame(const NET_BUFFER_LIST *nbl, char *text, size_t max);
/* It is indicated as coalesced: says so once while the current configuration has RSC off. */
void io_check_coalesced(struct ndis_adapter *a, const NET_BUFFER_LIST *nbl, uint64_t now);
void io_poison(void *p, size_t bytes); /* --verify: what is free; io_poison_check names who wrote there */
void io_poison_check(struct ndis_adapter *last, const void *p, size_t bytes, const void *shown, const char *what);

/* ---- mdl.c */
/* Makes the MDLs of an NBL that goes down look like a user's buffer: locked, not mapped (MDL_PAGES_LOCKED only). io_mdl_restore undoes it.
 */
void io_mdl_unmap(struct nbl_block *b);
void io_mdl_restore(struct nbl_block *b);

/* ---- datapath.c */
void io_binding_closed(struct ndis_binding *b); /* sends that the miniport still has come back to nobody */
/* numbers for describe */
struct io_counts {
	_Atomic uint64_t sent, send_completed, send_failed, indicated, returned, no_taker;
	_Atomic uint64_t bytes_sent, bytes_indicated;
	_Atomic uint64_t send_calls, complete_calls, indicate_calls, return_calls;
	_Atomic uint64_t overdue;
	_Atomic uint32_t turn; /* every fourth NBL goes down with unmapped MDLs */
};
/* a->io */
struct io_adapter {
	struct io_counts counts;
	_Atomic uint32_t watched;
	bool watch_ready;
	KTIMER watch_timer;
	KDPC watch_dpc;
	struct io_object *dma; /* the adapter's newest scatter/gather channel: tells whether it has 64-bit DMA */
};
static inline struct io_adapter *io_of(struct ndis_adapter *a)
{
	return a->io;
}

/* ---- dma.c */
struct dma_channel {
	struct io_object obj;
	MINIPORT_PROCESS_SG_LIST_HANDLER process;
	MINIPORT_ALLOCATE_SHARED_MEM_COMPLETE_HANDLER shared_complete;
	bool wide; /* NDIS_SG_DMA_64_BIT_ADDRESS */
	ULONG maximum;
	_Atomic int32_t lists; /* scatter/gather lists not freed yet */
};
bool io_dma_wide(struct ndis_adapter *a); /* true unless the adapter's channel lacks 64-bit addressing */

/* ---- sharedmem.c: memory below 4 GiB as a device sees it (ram_header.low). NULL when there is none left. */
void *io_low_alloc(size_t bytes, uint64_t *bus);
void io_low_free(void *p, size_t bytes);
void io_low_exit(void);

/* The data path between exports and callbacks at DISPATCH_LEVEL: raises when below, says what to restore. */
static inline KIRQL io_raise(void)
{
	KIRQL old = nt_irql();
	if (old < DISPATCH_LEVEL)
		KfRaiseIrql(DISPATCH_LEVEL);
	return old;
}
static inline void io_lower(KIRQL old)
{
	if (old < DISPATCH_LEVEL)
		KeLowerIrql(old);
}

/* ---- MDLs: what the header's inline functions do for a driver */
static inline void *io_mdl_va(MDL *m) /* NULL: cannot be mapped now */
{
	if (m->MdlFlags & (MDL_MAPPED_TO_SYSTEM_VA | MDL_SOURCE_IS_NONPAGED_POOL))
		return m->MappedSystemVa;
	return MmMapLockedPagesSpecifyCache(m, KernelMode, MmCached, NULL, FALSE, NormalPagePriority | MdlMappingNoExecute);
}
static inline uint64_t *io_mdl_pfns(const MDL *m)
{
	return (uint64_t *)(m + 1);
}
static inline void *io_mdl_user_va(const MDL *m)
{
	return (char *)m->StartVa + m->ByteOffset;
} /* MmGetMdlVirtualAddress */
static inline unsigned io_span_pages(const void *va, size_t bytes)
{
	return (unsigned)((((uintptr_t)va & (RAM_PAGE - 1)) + bytes + RAM_PAGE - 1) / RAM_PAGE);
}
