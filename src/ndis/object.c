/*
 * The list of what drivers hold from NDIS: see io.h. One host mutex, held for a few instructions and never over a call or a scheduling
 * point.
 */
#include "ndis/io.h"
#include <pthread.h>

static struct list objects = {&objects, &objects};
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

struct ndis_adapter *io_adapter_of_any(NDIS_HANDLE h)
{
	switch (ndis_handle_kind(h)) {
	case NDIS_MAGIC_ADAPTER:
		return h;
	case NDIS_MAGIC_BINDING:
		return ((struct ndis_binding *)h)->adapter;
	default:
		return NULL;
	}
}

void io_object_add(struct io_object *o, enum ndis_object kind, NDIS_HANDLE handle, void (*drop)(struct io_object *))
{
	o->magic = IO_MAGIC;
	o->kind = kind;
	o->handle = handle;
	o->owner = ndis_owner_of(handle);
	o->adapter = io_adapter_of_any(handle);
	o->drop = drop;
	ndis_owner_count(o->owner, kind, 1);
	pthread_mutex_lock(&lock);
	list_add(&objects, &o->link);
	pthread_mutex_unlock(&lock);
}

void io_object_remove(struct io_object *o)
{
	pthread_mutex_lock(&lock);
	if (o->magic == IO_MAGIC) {
		list_del(&o->link);
		o->magic = NDIS_MAGIC_DEAD;
	}
	pthread_mutex_unlock(&lock);
	ndis_owner_count(o->owner, o->kind, -1);
}

/* By the list and not by the magic alone: a stale handle's memory may be gone. */
static struct io_object *find(NDIS_HANDLE h)
{
	struct io_object *found = NULL;
	pthread_mutex_lock(&lock);
	list_each(l, &objects)
	{
		struct io_object *o = base_container_of(l, struct io_object, link);
		if (o == h) {
			found = o;
			break;
		}
	}
	pthread_mutex_unlock(&lock);
	return found;
}

bool io_object_is(NDIS_HANDLE h, enum ndis_object kind)
{
	struct io_object *o = find(h);
	return o && o->kind == kind;
}

void *io_object_of(NDIS_HANDLE h, enum ndis_object kind, const char *function)
{
	struct io_object *o = h;
	/* The common case costs no walk: a handle that a driver keeps using is in readable memory of ours and has the right words. */
	if (h && !((uintptr_t)h & 7) && nt_phys(h) && o->magic == IO_MAGIC && o->kind == kind)
		return o;
	o = h ? find(h) : NULL;
	if (o && o->kind == kind)
		return o;
	ndis_finding(o ? o->adapter : NULL, "handle", "%s: %p is not a live %s", function, h, ndis_object_name(kind));
	return NULL;
}

struct io_object *io_object_find(struct ndis_adapter *a, enum ndis_object kind, bool (*is)(struct io_object *o, void *ctx), void *ctx)
{
	struct io_object *found = NULL;
	pthread_mutex_lock(&lock);
	list_each(l, &objects)
	{
		struct io_object *o = base_container_of(l, struct io_object, link);
		if (o->adapter == a && o->kind == kind && is(o, ctx)) {
			found = o;
			break;
		}
	}
	pthread_mutex_unlock(&lock);
	return found;
}
void io_object_each(struct ndis_adapter *a, enum ndis_object kind, void (*fn)(struct io_object *o, void *ctx), void *ctx)
{
	/* fn may remove the object, so each step starts from the list again, past those already seen. */
	struct io_object *seen[256];
	unsigned n = 0;
	for (;;) {
		struct io_object *next = NULL;
		pthread_mutex_lock(&lock);
		list_each(l, &objects)
		{
			struct io_object *o = base_container_of(l, struct io_object, link);
			if (o->adapter != a || (kind != NDIS_OBJ_KINDS && o->kind != kind))
				continue;
			bool old = false;
			for (unsigned i = 0; i < n && !old; i++)
				old = seen[i] == o;
			if (!old) {
				next = o;
				break;
			}
		}
		pthread_mutex_unlock(&lock);
		if (!next || n == ARRAY_LEN(seen))
			return;
		seen[n++] = next;
		fn(next, ctx);
	}
}

void ndis_io_adapter_added(struct ndis_adapter *a)
{
	a->io = nt_pool_alloc(sizeof(struct io_adapter), IO_TAG('N', 'D', 'I', 'o'));
}

static void drop(struct io_object *o, void *ctx)
{
	(void)ctx;
	if (o->drop)
		o->drop(o);
}

/* ndis_owner_leaks() has told the user by now; here it is made harmless. */
void ndis_io_adapter_halted(struct ndis_adapter *a)
{
	ndis_chimney_adapter_halted(a);
	io_sends_stop(a);
	io_sends_left(a, "after MiniportHaltEx");
	io_object_each(a, NDIS_OBJ_INTERRUPT, drop, NULL);
	io_object_each(a, NDIS_OBJ_TIMER, drop, NULL);
	io_object_each(a, NDIS_OBJ_KINDS, drop, NULL);
	if (a->io)
		io_of(a)->dma = NULL;
}

static void orphan(struct io_object *o, void *ctx)
{
	(void)ctx;
	o->adapter = NULL;
	o->owner = &ndis.owner;
}

void ndis_io_adapter_removed(struct ndis_adapter *a)
{
	ndis_io_adapter_halted(a);
	io_object_each(a, NDIS_OBJ_KINDS, orphan, NULL);
	nt_pool_free(a->io);
	a->io = NULL;
}

void ndis_io_driver_gone(struct ndis_driver *d)
{
	for (;;) {
		struct io_object *found = NULL;
		pthread_mutex_lock(&lock);
		list_each(l, &objects)
		{
			struct io_object *o = base_container_of(l, struct io_object, link);
			if (o->owner == &d->owner) {
				found = o;
				break;
			}
		}
		pthread_mutex_unlock(&lock);
		if (!found)
			return;
		found->owner = &ndis.owner;
		if (found->drop)
			found->drop(found);
		else
			nt_finding("leak", "%s left by %s", ndis_object_name(found->kind), d->name);
	}
}

void ndis_io_exit(void)
{
	ndis_chimney_exit();
	io_nbl_exit();
	io_low_exit();
}
