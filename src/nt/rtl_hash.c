/*
 * RTL_DYNAMIC_HASH_TABLE: linear hashing. Page: ntddk RtlCreateHashTable and its family.
 *
 * Directory points to a list of segments of buckets (128, 128, 256, 512, ...), so that growing never moves a chain head that a context or
 * an enumerator remembers. Entries with the same signature are neighbours in their chain, the newest first. Expanding splits bucket Pivot;
 * contracting undoes it. An enumerator is an entry of signature 0 linked into the chains, which everything else skips. Locking is the
 * caller's.
 */
#include "nt/exec.h"
#include <string.h>

#define FIRST    128u
#define SEGMENTS 20u
#define TAG_HASH 0x68736148u /* "Hash" */
typedef RTL_DYNAMIC_HASH_TABLE table;
typedef RTL_DYNAMIC_HASH_TABLE_ENTRY entry;
#define ENTRY(l) base_container_of(l, entry, Linkage)

static unsigned segment_of(ULONG bucket)
{
	return bucket < FIRST ? 0 : 32u - (unsigned)__builtin_clz(bucket / FIRST);
}
static ULONG segment_first(unsigned s)
{
	return s ? FIRST << (s - 1) : 0;
}
static ULONG segment_size(unsigned s)
{
	return s ? FIRST << (s - 1) : FIRST;
}
static PLIST_ENTRY head(const table *t, ULONG bucket)
{
	unsigned s = segment_of(bucket);
	return ((PLIST_ENTRY *)t->Directory)[s] + (bucket - segment_first(s));
}

static bool segment_add(table *t, unsigned s)
{
	PLIST_ENTRY *dir = t->Directory;
	if (s >= SEGMENTS)
		return false;
	if (dir[s])
		return true;
	dir[s] = nt_pool_alloc_for(nt_caller(), NonPagedPool, segment_size(s) * sizeof(LIST_ENTRY), TAG_HASH, true);
	for (ULONG i = 0; dir[s] && i < segment_size(s); i++)
		InitializeListHead(&dir[s][i]);
	return dir[s] != NULL;
}

static ULONG bucket_of(const table *t, ULONG_PTR signature)
{
	uint64_t h = (signature >> t->Shift) * 0x9e3779b97f4a7c15ull;
	ULONG v = (ULONG)(h >> 32), b = v & t->DivisorMask;
	return b < t->Pivot ? v & (t->DivisorMask * 2 + 1) : b;
}

static bool reserved(PLIST_ENTRY l)
{
	return ENTRY(l)->Signature == RTL_HASH_RESERVED_SIGNATURE;
}

static bool has_entries(PLIST_ENTRY h)
{
	for (PLIST_ENTRY l = h->Flink; l != h; l = l->Flink)
		if (!reserved(l))
			return true;
	return false;
}

BOOLEAN NTAPI RtlCreateHashTableEx(PRTL_DYNAMIC_HASH_TABLE *HashTable, ULONG InitialSize, ULONG Shift, ULONG Flags)
{
	table *t = *HashTable;
	bool own = !t;
	if (Flags || (InitialSize & (InitialSize - 1)) || InitialSize < FIRST || InitialSize > FIRST << (SEGMENTS - 2))
		return FALSE;
	if (own && !(t = nt_pool_alloc_for(nt_caller(), NonPagedPool, sizeof *t, TAG_HASH, true)))
		return FALSE;
	memset(t, 0, sizeof *t);
	t->Flags = own ? RTL_HASH_ALLOCATED_HEADER : 0;
	t->Shift = Shift;
	t->TableSize = InitialSize;
	t->DivisorMask = InitialSize - 1;
	t->Directory = nt_pool_alloc_for(nt_caller(), NonPagedPool, SEGMENTS * sizeof(PLIST_ENTRY), TAG_HASH, true);
	bool ok = t->Directory;
	for (unsigned s = 0; ok && s <= segment_of(InitialSize - 1); s++)
		ok = segment_add(t, s);
	if (!ok) {
		t->Flags = own ? RTL_HASH_ALLOCATED_HEADER : 0;
		RtlDeleteHashTable(t);
		return FALSE;
	}
	*HashTable = t;
	return TRUE;
}

BOOLEAN NTAPI RtlCreateHashTable(PRTL_DYNAMIC_HASH_TABLE *HashTable, ULONG Shift, ULONG Flags)
{
	return RtlCreateHashTableEx(HashTable, FIRST, Shift, Flags);
}

VOID NTAPI RtlDeleteHashTable(PRTL_DYNAMIC_HASH_TABLE t)
{
	PLIST_ENTRY *dir = t->Directory;
	if (t->NumEnumerators)
		nt_finding("hash table", "RtlDeleteHashTable while %u enumerations are open", t->NumEnumerators);
	for (unsigned s = 0; dir && s < SEGMENTS; s++)
		nt_pool_free(dir[s]);
	nt_pool_free(dir);
	t->Directory = NULL;
	if (t->Flags & RTL_HASH_ALLOCATED_HEADER)
		nt_pool_free(t);
}

/* Context: the chain and the link before the first entry with the signature (or where it would go). */
static void seek(table *t, ULONG_PTR signature, PRTL_DYNAMIC_HASH_TABLE_CONTEXT c)
{
	PLIST_ENTRY h = head(t, bucket_of(t, signature)), prev = h, l = h->Flink;
	while (l != h && (reserved(l) || ENTRY(l)->Signature != signature)) {
		prev = l;
		l = l->Flink;
	}
	c->ChainHead = h;
	c->PrevLinkage = l == h ? h : prev;
	c->Signature = signature;
}

BOOLEAN NTAPI RtlInsertEntryHashTable(PRTL_DYNAMIC_HASH_TABLE t, PRTL_DYNAMIC_HASH_TABLE_ENTRY Entry, ULONG_PTR Signature,
                                      PRTL_DYNAMIC_HASH_TABLE_CONTEXT Context)
{
	RTL_DYNAMIC_HASH_TABLE_CONTEXT local = {0}, *c = Context ? Context : &local;
	if (Signature == RTL_HASH_RESERVED_SIGNATURE)
		Signature++;
	Entry->Signature = Signature;
	if (!c->ChainHead)
		seek(t, Signature, c);
	if (!has_entries(c->ChainHead))
		t->NonEmptyBuckets++;
	InsertHeadList(c->PrevLinkage, &Entry->Linkage);
	t->NumEntries++;
	return TRUE;
}

BOOLEAN NTAPI RtlRemoveEntryHashTable(PRTL_DYNAMIC_HASH_TABLE t, PRTL_DYNAMIC_HASH_TABLE_ENTRY Entry,
                                      PRTL_DYNAMIC_HASH_TABLE_CONTEXT Context)
{
	PLIST_ENTRY h = head(t, bucket_of(t, Entry->Signature)), prev = Entry->Linkage.Blink;
	RemoveEntryList(&Entry->Linkage);
	t->NumEntries--;
	if (!has_entries(h))
		t->NonEmptyBuckets--;
	if (Context)
		*Context = (RTL_DYNAMIC_HASH_TABLE_CONTEXT){.ChainHead = h, .PrevLinkage = prev, .Signature = Entry->Signature};
	return TRUE;
}

PRTL_DYNAMIC_HASH_TABLE_ENTRY NTAPI RtlLookupEntryHashTable(PRTL_DYNAMIC_HASH_TABLE t, ULONG_PTR Signature,
                                                            PRTL_DYNAMIC_HASH_TABLE_CONTEXT Context)
{
	RTL_DYNAMIC_HASH_TABLE_CONTEXT local, *c = Context ? Context : &local;
	if (Signature == RTL_HASH_RESERVED_SIGNATURE)
		Signature++;
	seek(t, Signature, c);
	PLIST_ENTRY l = c->PrevLinkage->Flink;
	return l != c->ChainHead && ENTRY(l)->Signature == Signature ? ENTRY(l) : NULL;
}

PRTL_DYNAMIC_HASH_TABLE_ENTRY NTAPI RtlGetNextEntryHashTable(PRTL_DYNAMIC_HASH_TABLE t, PRTL_DYNAMIC_HASH_TABLE_CONTEXT c)
{
	(void)t;
	PLIST_ENTRY at = c->PrevLinkage->Flink, l = at->Flink;
	while (l != c->ChainHead && reserved(l))
		l = l->Flink;
	if (at == c->ChainHead || l == c->ChainHead || ENTRY(l)->Signature != c->Signature)
		return NULL;
	c->PrevLinkage = l->Blink;
	return ENTRY(l);
}

static void move_bucket(table *t, ULONG from)
{
	PLIST_ENTRY h = head(t, from);
	for (PLIST_ENTRY l = h->Flink, n; l != h; l = n) {
		n = l->Flink;
		if (reserved(l))
			continue;
		PLIST_ENTRY to = head(t, bucket_of(t, ENTRY(l)->Signature));
		if (to == h)
			continue;
		RemoveEntryList(l);
		InsertTailList(to, l);
	}
}

static void count_buckets(table *t)
{
	t->NonEmptyBuckets = 0;
	for (ULONG b = 0; b < t->TableSize; b++)
		t->NonEmptyBuckets += has_entries(head(t, b));
}

BOOLEAN NTAPI RtlExpandHashTable(PRTL_DYNAMIC_HASH_TABLE t)
{
	if (t->NumEnumerators || !segment_add(t, segment_of(t->TableSize)))
		return FALSE;
	ULONG split = t->Pivot++;
	t->TableSize++;
	move_bucket(t, split);
	if (t->Pivot > t->DivisorMask) {
		t->DivisorMask = t->DivisorMask * 2 + 1;
		t->Pivot = 0;
	}
	count_buckets(t);
	return TRUE;
}

BOOLEAN NTAPI RtlContractHashTable(PRTL_DYNAMIC_HASH_TABLE t)
{
	if (t->NumEnumerators || t->TableSize <= FIRST)
		return FALSE;
	if (!t->Pivot) {
		t->DivisorMask >>= 1;
		t->Pivot = t->DivisorMask + 1;
	}
	t->Pivot--;
	t->TableSize--;
	move_bucket(t, t->TableSize); /* the last bucket goes back to the one it was split from */
	count_buckets(t);
	return TRUE;
}

/* ---- enumerations: weak ones tolerate insertions and removals by being in the chains; strong ones need none meanwhile; both work alike
 * here */
static BOOLEAN begin(table *t, PRTL_DYNAMIC_HASH_TABLE_ENUMERATOR e)
{
	memset(e, 0, sizeof *e);
	e->ChainHead = head(t, 0);
	e->HashEntry.Signature = RTL_HASH_RESERVED_SIGNATURE;
	InsertHeadList(e->ChainHead, &e->HashEntry.Linkage);
	t->NumEnumerators++;
	return TRUE;
}

static entry *step(table *t, PRTL_DYNAMIC_HASH_TABLE_ENUMERATOR e)
{
	for (;;) {
		PLIST_ENTRY l = e->HashEntry.Linkage.Flink;
		while (l != e->ChainHead && reserved(l))
			l = l->Flink;
		RemoveEntryList(&e->HashEntry.Linkage);
		if (l != e->ChainHead) {
			InsertHeadList(l, &e->HashEntry.Linkage);
			return ENTRY(l);
		}
		if (e->BucketIndex + 1 >= t->TableSize) {
			InsertTailList(e->ChainHead, &e->HashEntry.Linkage);
			return NULL;
		}
		e->ChainHead = head(t, ++e->BucketIndex);
		InsertHeadList(e->ChainHead, &e->HashEntry.Linkage);
	}
}

static void end(table *t, PRTL_DYNAMIC_HASH_TABLE_ENUMERATOR e)
{
	RemoveEntryList(&e->HashEntry.Linkage);
	e->ChainHead = NULL;
	t->NumEnumerators--;
}

BOOLEAN NTAPI RtlInitEnumerationHashTable(PRTL_DYNAMIC_HASH_TABLE t, PRTL_DYNAMIC_HASH_TABLE_ENUMERATOR e)
{
	return begin(t, e);
}
PRTL_DYNAMIC_HASH_TABLE_ENTRY NTAPI RtlEnumerateEntryHashTable(PRTL_DYNAMIC_HASH_TABLE t, PRTL_DYNAMIC_HASH_TABLE_ENUMERATOR e)
{
	return step(t, e);
}
VOID NTAPI RtlEndEnumerationHashTable(PRTL_DYNAMIC_HASH_TABLE t, PRTL_DYNAMIC_HASH_TABLE_ENUMERATOR e)
{
	end(t, e);
}
BOOLEAN NTAPI RtlInitWeakEnumerationHashTable(PRTL_DYNAMIC_HASH_TABLE t, PRTL_DYNAMIC_HASH_TABLE_ENUMERATOR e)
{
	return begin(t, e);
}
PRTL_DYNAMIC_HASH_TABLE_ENTRY NTAPI RtlWeaklyEnumerateEntryHashTable(PRTL_DYNAMIC_HASH_TABLE t, PRTL_DYNAMIC_HASH_TABLE_ENUMERATOR e)
{
	return step(t, e);
}
VOID NTAPI RtlEndWeakEnumerationHashTable(PRTL_DYNAMIC_HASH_TABLE t, PRTL_DYNAMIC_HASH_TABLE_ENUMERATOR e)
{
	end(t, e);
}
BOOLEAN NTAPI RtlInitStrongEnumerationHashTable(PRTL_DYNAMIC_HASH_TABLE t, PRTL_DYNAMIC_HASH_TABLE_ENUMERATOR e)
{
	return begin(t, e);
}
PRTL_DYNAMIC_HASH_TABLE_ENTRY NTAPI RtlStronglyEnumerateEntryHashTable(PRTL_DYNAMIC_HASH_TABLE t, PRTL_DYNAMIC_HASH_TABLE_ENUMERATOR e)
{
	return step(t, e);
}
VOID NTAPI RtlEndStrongEnumerationHashTable(PRTL_DYNAMIC_HASH_TABLE t, PRTL_DYNAMIC_HASH_TABLE_ENUMERATOR e)
{
	end(t, e);
}
