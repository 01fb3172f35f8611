/*
 * core: start and end of NDIS, its lists, handle checks, accounting of what drivers hold, and the bracket around every call into a driver.
 *
 * Handles are addresses. A wrong one (freed, of another kind, garbage) must not crash us, so a handle is looked up in the list of live
 * objects before it is touched: at most a handful of drivers, protocols and adapters live in one machine, and the calls that name them are
 * control calls. Per-packet calls check only the magic word (datapath.c).
 */
#include "ndis/ndis_internal.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct ndis_globals ndis;
/* Chosen so that slow real initializations (firmware download, link up) pass and a hung one is still reported while a person waits. */
struct ndis_limits ndis_limits = {
        .initialize = 20000,
        .halt = 20000,
        .pause = 15000,
        .restart = 15000,
        .reset = 15000,
        .oid = 15000,
        .pnp = 15000,
        .dispatch = 10000,
        .send = 10000,
};

static const char *const object_names[NDIS_OBJ_KINDS] = {
        [NDIS_OBJ_CONFIG] = "configuration handle",
        [NDIS_OBJ_NBL_POOL] = "NET_BUFFER_LIST pool",
        [NDIS_OBJ_NB_POOL] = "NET_BUFFER pool",
        [NDIS_OBJ_TIMER] = "timer object",
        [NDIS_OBJ_WORKITEM] = "work item",
        [NDIS_OBJ_INTERRUPT] = "interrupt",
        [NDIS_OBJ_DMA] = "scatter-gather DMA handle",
        [NDIS_OBJ_SHARED_MEMORY] = "shared memory block",
        [NDIS_OBJ_IO_MAP] = "I/O space mapping",
        [NDIS_OBJ_PORT_RANGE] = "I/O port range",
        [NDIS_OBJ_MEMORY] = "memory block",
        [NDIS_OBJ_RWLOCK] = "read-write lock",
        [NDIS_OBJ_DEVICE] = "device object",
        [NDIS_OBJ_MDL] = "MDL",
        [NDIS_OBJ_POLL] = "poll object",
};

const char *ndis_object_name(enum ndis_object kind)
{
	return object_names[kind];
}

int ndis_init(void)
{
	memset(&ndis, 0, sizeof(ndis));
	KeInitializeSpinLock(&ndis.lock);
	list_init(&ndis.drivers);
	list_init(&ndis.protocols);
	list_init(&ndis.adapters);
	KeInitializeMutex(&ndis.pnp_mutex, 0);
	ndis.version = nt_cfg.ndis_version ? nt_cfg.ndis_version : NDIS_V684;
	ndis.strict = nt_cfg.strict;
	ndis.next_if_index = 2; /* 1 is the loopback interface on every Windows machine */
	nt_exports_add(ndis_exports);
	ndis.up = true;
	return 0;
}

void ndis_exit(void)
{
	ndis_io_exit();
	ndis.up = false;
}

/* ---- handles */
static void *object_find(NDIS_HANDLE h, enum ndis_magic kind)
{
	KIRQL old;
	void *found = NULL;

	if (!h)
		return NULL;
	KeAcquireSpinLock(&ndis.lock, &old);
	switch (kind) {
	case NDIS_MAGIC_DRIVER:
		list_each(l, &ndis.drivers) if (base_container_of(l, struct ndis_driver, link) == h) found = h;
		break;
	case NDIS_MAGIC_ADAPTER:
		list_each(l, &ndis.adapters) if (base_container_of(l, struct ndis_adapter, all_link) == h) found = h;
		break;
	case NDIS_MAGIC_PROTOCOL:
		list_each(l, &ndis.protocols) if (base_container_of(l, struct ndis_protocol, link) == h) found = h;
		break;
	case NDIS_MAGIC_BINDING:
		list_each(l, &ndis.protocols)
		{
			struct ndis_protocol *p = base_container_of(l, struct ndis_protocol, link);

			list_each(b, &p->bindings) if (base_container_of(b, struct ndis_binding, protocol_link) == h) found = h;
		}
		break;
	default:
		break;
	}
	KeReleaseSpinLock(&ndis.lock, old);
	return found;
}

enum ndis_magic ndis_handle_kind(NDIS_HANDLE h)
{
	static const enum ndis_magic kinds[] = {NDIS_MAGIC_DRIVER, NDIS_MAGIC_ADAPTER, NDIS_MAGIC_PROTOCOL, NDIS_MAGIC_BINDING};

	for (unsigned i = 0; i < ARRAY_LEN(kinds); i++)
		if (object_find(h, kinds[i]))
			return kinds[i];
	return NDIS_MAGIC_DEAD;
}

static void *object_check(NDIS_HANDLE h, enum ndis_magic kind, const char *what, const char *function)
{
	void *o = object_find(h, kind);

	if (!o)
		ndis_finding(NULL, "handle", "%s: %p is not a live %s handle", function, h, what);
	return o;
}

struct ndis_driver *ndis_driver_of(NDIS_HANDLE h, const char *function)
{
	return object_check(h, NDIS_MAGIC_DRIVER, "miniport driver", function);
}

struct ndis_adapter *ndis_adapter_of_handle(NDIS_HANDLE h, const char *function)
{
	return object_check(h, NDIS_MAGIC_ADAPTER, "miniport adapter", function);
}

struct ndis_protocol *ndis_protocol_of(NDIS_HANDLE h, const char *function)
{
	return object_check(h, NDIS_MAGIC_PROTOCOL, "protocol driver", function);
}

struct ndis_binding *ndis_binding_of(NDIS_HANDLE h, const char *function)
{
	return object_check(h, NDIS_MAGIC_BINDING, "binding", function);
}

struct ndis_owner *ndis_owner_of(NDIS_HANDLE any)
{
	struct ndis_driver *d = object_find(any, NDIS_MAGIC_DRIVER);

	if (d)
		return &d->owner;
	struct ndis_adapter *a = object_find(any, NDIS_MAGIC_ADAPTER);
	if (a)
		return &a->owner;
	struct ndis_protocol *p = object_find(any, NDIS_MAGIC_PROTOCOL);
	if (p)
		return &p->owner;
	struct ndis_binding *b = object_find(any, NDIS_MAGIC_BINDING);
	if (b)
		return &b->protocol->owner;
	return &ndis.owner;
}

unsigned ndis_owner_leaks(struct ndis_owner *o, uint8_t nic, const char *rule, const char *whose, const char *when)
{
	unsigned total = 0;

	for (int k = 0; k < NDIS_OBJ_KINDS; k++) {
		int n = atomic_exchange(&o->live[k], 0);

		if (n <= 0)
			continue;
		total += n;
		struct ndis_adapter *owner = nic == 0xff ? NULL : base_container_of(o, struct ndis_adapter, owner);
		ndis_finding(owner, rule, "%s still holds %d %s%s %s", whose, n, object_names[k], n == 1 ? "" : "s", when);
	}
	return total;
}

/* ---- findings */
void ndis_finding(struct ndis_adapter *a, const char *rule, const char *fmt, ...)
{
	char text[240];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	if (a) {
		snprintf(a->finding[a->findings % ARRAY_LEN(a->finding)], sizeof(a->finding[0]), "%.40s: %.190s", rule, text);
		a->findings++;
	}
	nt_finding(rule, "%s", text);
}

void ndis_note(const struct ndis_adapter *a, const char *name, const char *fmt, ...)
{
	char text[240];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	trace_textf(TRACE_NOTE, a ? a->trace_nic : 0xff, name, "%s", text);
}

/* ---- the bracket around a call into a driver */
void ndis_call_begin(struct ndis_call *c, uint8_t nic, const char *name, unsigned limit_ms, const uint64_t *args, unsigned n)
{
	uint64_t four[4] = {0};

	memcpy(four, args, (n > 4 ? 4 : n) * sizeof(four[0]));
	c->id = trace_next_call_id();
	c->nic = nic;
	c->name = name;
	trace_write(TRACE_CALLBACK, nic, c->id, name, four, sizeof(four));
	nt_callback_begin(name, limit_ms);
}

void ndis_call_end(const struct ndis_call *c, uint64_t value)
{
	nt_callback_end();
	trace_write(TRACE_CALLBACK_RETURN, c->nic, c->id, c->name, &value, sizeof(value));
}
