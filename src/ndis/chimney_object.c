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
	o->references = 2; /* the table's and the caller's */
	o->early_end = &o->early;
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
		chimney_release(o);
		return NULL;
	}
	atomic_fetch_add(&chimney_counts(b->adapter)->live[layer], 1);
	handle->NdisReserved[0] = o;
	return o;
}

static struct chimney_object *find(const void *handle, int32_t inside)
{
	struct chimney_object *found = NULL;
	KIRQL old;
	KeAcquireSpinLock(&lock, &old);
	for (struct chimney_object *o = table ? table[bucket(handle)] : NULL; o; o = o->next)
		if (o->handle == handle) {
			atomic_fetch_add(&o->references, 1);
			o->inside += inside;
			found = o;
			break;
		}
	KeReleaseSpinLock(&lock, old);
	return found;
}
struct chimney_object *chimney_find(const void *handle)
{
	return find(handle, 0);
}
struct chimney_object *chimney_enter(const void *handle)
{
	return find(handle, 1);
}
void chimney_leave(struct chimney_object *o)
{
	struct operation *op = NULL;
	KIRQL old;
	KeAcquireSpinLock(&lock, &old);
	if (!--o->inside) {
		op = o->after;
		o->after = NULL;
	}
	KeReleaseSpinLock(&lock, old);
	chimney_release(o);
	if (op)
		chimney_finish(op);
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

bool chimney_gone(struct chimney_object *o, struct operation *op)
{
	bool was = false, waits = false;
	KIRQL old;
	KeAcquireSpinLock(&lock, &old);
	for (struct chimney_object **at = table ? &table[bucket(o->handle)] : NULL; at && *at; at = &(*at)->next)
		if (*at == o) {
			*at = o->next;
			was = true;
			break;
		}
	if (was && op && o->inside) {
		o->after = op;
		chimney_wait(op);
		waits = true;
	}
	KeReleaseSpinLock(&lock, old);
	if (!was)
		return false;
	o->handle->NdisReserved[0] = NULL;
	if (o->parent)
		atomic_fetch_sub(&o->parent->children, 1);
	atomic_fetch_sub(&chimney_counts(o->adapter)->live[o->layer], 1);
	chimney_release(o);
	return waits;
}
/* An update has moved a path to another neighbor. */
void chimney_relink(struct chimney_object *path, struct chimney_object *neighbor)
{
	struct chimney_object *old = path->parent;
	if (old == neighbor)
		return;
	atomic_fetch_add(&neighbor->references, 1);
	atomic_fetch_add(&neighbor->children, 1);
	path->parent = neighbor;
	if (old) {
		atomic_fetch_sub(&old->children, 1);
		chimney_release(old);
	}
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

static unsigned drop_all(const struct ndis_adapter *a, const struct ndis_binding *b, unsigned left[CHIMNEY_LAYERS])
{
	unsigned all = 0;
	for (;;) {
		struct chimney_object *found = NULL;
		KIRQL old;
		KeAcquireSpinLock(&lock, &old);
		for (unsigned i = 0; table && i < BUCKETS && !found; i++)
			for (struct chimney_object *o = table[i]; o; o = o->next)
				if (o->adapter == a && (!b || o->binding == b)) {
					atomic_fetch_add(&o->references, 1);
					found = o;
					break;
				}
		KeReleaseSpinLock(&lock, old);
		if (!found)
			return all;
		left[found->layer]++;
		all++;
		chimney_take_back(found);
		chimney_gone(found, NULL);
		chimney_release(found);
	}
}
/* After MiniportHaltEx: what is still offloaded went with the miniport. */
void ndis_chimney_adapter_halted(struct ndis_adapter *a)
{
	unsigned left[CHIMNEY_LAYERS] = {0};
	if (atomic_load(&chimney_counts(a)->live[CHIMNEY_TCP]) + atomic_load(&chimney_counts(a)->live[CHIMNEY_PATH]) +
	            atomic_load(&chimney_counts(a)->live[CHIMNEY_NEIGHBOR]) &&
	    drop_all(a, NULL, left))
		ndis_finding(a, "chimney", "after MiniportHaltEx %u connections, %u paths and %u neighbors are still offloaded",
		             left[CHIMNEY_TCP], left[CHIMNEY_PATH], left[CHIMNEY_NEIGHBOR]);
}
/* The protocol's handles lie in its own memory, and that goes with the binding. */
void ndis_chimney_binding_closed(struct ndis_binding *b)
{
	unsigned left[CHIMNEY_LAYERS] = {0};
	struct chimney_counts *c = chimney_counts(b->adapter);
	if (c->live[CHIMNEY_TCP] + c->live[CHIMNEY_PATH] + c->live[CHIMNEY_NEIGHBOR] && drop_all(b->adapter, b, left))
		ndis_finding(b->adapter, "CO-159", "NdisCloseAdapterEx: %s leaves %u connections, %u paths and %u neighbors offloaded",
		             b->protocol->name, left[CHIMNEY_TCP], left[CHIMNEY_PATH], left[CHIMNEY_NEIGHBOR]);
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
