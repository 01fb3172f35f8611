/*
 * The table of offloaded objects, by the address of the host's NDIS_OFFLOAD_HANDLE. One table for all adapters: that address is unique
 * while the object lives. An object is found only here, so a handle that a driver invents or keeps too long is named instead of followed.
 */
#include "ndis/chimney.h"
#include <string.h>

#define BUCKETS 16384u
static struct chimney_object **table;
static KSPIN_LOCK lock;
static struct chimney_counts counts[FLUE_NICS + 1];

static unsigned bucket(const void *handle)
{
	const uint64_t h = (uint64_t)(uintptr_t)handle * 0x9e3779b97f4a7c15ull;
	return (unsigned)(h >> 50) & (BUCKETS - 1);
}
struct chimney_counts *chimney_counts(struct ndis_adapter *a)
{
	return &counts[a && a->trace_nic < FLUE_NICS ? a->trace_nic : FLUE_NICS];
}
const char *chimney_layer_name(unsigned layer)
{
	static const char *const names[] = {"neighbor", "path", "TCP connection"};
	return layer < ARRAY_LEN(names) ? names[layer] : "object";
}

struct chimney_object *chimney_new(NDIS_OFFLOAD_HANDLE *handle, struct ndis_binding *b, enum chimney_layer layer,
                                   struct chimney_object *parent)
{
	struct chimney_object *o = nt_pool_alloc(sizeof(*o), IO_TAG('N', 'D', 'c', 'h'));
	KIRQL old;
	if (!o)
		return NULL;
	memset(o, 0, sizeof(*o));
	o->magic = CHIMNEY_MAGIC;
	o->handle = handle;
	o->adapter = b->adapter;
	o->binding = b;
	o->layer = (uint8_t)layer;
	o->state = CHIMNEY_OFFLOADING;
	o->references = 1;
	o->parent = parent;
	if (parent) {
		atomic_fetch_add(&parent->children, 1);
		atomic_fetch_add(&parent->references, 1);
	}
	KeAcquireSpinLock(&lock, &old);
	if (!table) {
		table = nt_pool_alloc(BUCKETS * sizeof(*table), IO_TAG('N', 'D', 'c', 'h'));
		if (table)
			memset(table, 0, BUCKETS * sizeof(*table));
	}
	if (table) {
		struct chimney_object **at = &table[bucket(handle)];
		o->next = *at;
		*at = o;
	}
	KeReleaseSpinLock(&lock, old);
	if (!table) {
		chimney_release(o);
		return NULL;
	}
	atomic_fetch_add(&chimney_counts(b->adapter)->live[layer], 1);
	handle->NdisReserved[0] = o;
	return o;
}

struct chimney_object *chimney_find(const void *handle)
{
	struct chimney_object *found = NULL;
	KIRQL old;
	KeAcquireSpinLock(&lock, &old);
	for (struct chimney_object *o = table ? table[bucket(handle)] : NULL; o; o = o->next)
		if (o->handle == handle) {
			atomic_fetch_add(&o->references, 1);
			found = o;
			break;
		}
	KeReleaseSpinLock(&lock, old);
	return found;
}

void chimney_release(struct chimney_object *o)
{
	while (o && atomic_fetch_sub(&o->references, 1) == 1) {
		struct chimney_object *parent = o->parent;
		o->magic = NDIS_MAGIC_DEAD;
		nt_pool_free(o);
		o = parent; /* its child held it */
	}
}

void chimney_gone(struct chimney_object *o)
{
	bool was = false;
	KIRQL old;
	KeAcquireSpinLock(&lock, &old);
	for (struct chimney_object **at = table ? &table[bucket(o->handle)] : NULL; at && *at; at = &(*at)->next)
		if (*at == o) {
			*at = o->next;
			was = true;
			break;
		}
	KeReleaseSpinLock(&lock, old);
	if (!was)
		return;
	o->handle->NdisReserved[0] = NULL;
	if (o->parent)
		atomic_fetch_sub(&o->parent->children, 1);
	atomic_fetch_sub(&chimney_counts(o->adapter)->live[o->layer], 1);
	chimney_release(o);
}

struct chimney_object *chimney_of_host(const NDIS_OFFLOAD_HANDLE *handle, const char *function)
{
	struct chimney_object *o = handle ? handle->NdisReserved[0] : NULL;
	if (!o || o->magic != CHIMNEY_MAGIC || o->handle != handle) {
		ndis_finding(NULL, "chimney", "%s: %p is no offloaded object", function, (const void *)handle);
		return NULL;
	}
	return o;
}

/* After MiniportHaltEx: what is still offloaded went with the miniport. */
void ndis_chimney_adapter_halted(struct ndis_adapter *a)
{
	unsigned left[CHIMNEY_LAYERS] = {0}, all = 0;
	for (;;) {
		struct chimney_object *found = NULL;
		KIRQL old;
		KeAcquireSpinLock(&lock, &old);
		for (unsigned i = 0; table && i < BUCKETS && !found; i++)
			for (struct chimney_object *o = table[i]; o; o = o->next)
				if (o->adapter == a) {
					atomic_fetch_add(&o->references, 1);
					found = o;
					break;
				}
		KeReleaseSpinLock(&lock, old);
		if (!found)
			break;
		left[found->layer]++;
		all++;
		chimney_gone(found);
		chimney_release(found);
	}
	if (all)
		ndis_finding(a, "chimney", "after MiniportHaltEx %u connections, %u paths and %u neighbors are still offloaded",
		             left[CHIMNEY_TCP], left[CHIMNEY_PATH], left[CHIMNEY_NEIGHBOR]);
}

json_t *ndis_chimney_describe(struct ndis_adapter *a)
{
	const struct chimney_counts *c = chimney_counts(a);
	return json_pack("{s:i, s:i, s:i, s:I, s:I, s:I, s:I, s:I, s:I}", "connections", (int)c->live[CHIMNEY_TCP], "paths",
	                 (int)c->live[CHIMNEY_PATH], "neighbors", (int)c->live[CHIMNEY_NEIGHBOR], "initiated", (json_int_t)c->initiated,
	                 "refused", (json_int_t)c->refused, "terminated", (json_int_t)c->terminated, "bytes_sent",
	                 (json_int_t)c->bytes_sent, "bytes_received", (json_int_t)c->bytes_received, "upload_requests",
	                 (json_int_t)c->upload_requests);
}
void ndis_chimney_exit(void)
{
	if (table)
		nt_pool_free(table);
	table = NULL;
	memset(counts, 0, sizeof(counts));
}
