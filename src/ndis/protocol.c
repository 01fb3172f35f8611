/*
 * protocol: registration of protocol drivers, and what concerns all bindings of one.
 *
 * Registration binds the protocol to every adapter that is up before it returns; an adapter that is running is paused for that and
 * restarted, as NDIS does (NDIS_PAUSE_BIND_PROTOCOL). Deregistration unbinds first. Documentation: nf-ndis-ndisregisterprotocoldriver,
 * nf-ndis-ndisderegisterprotocoldriver.
 */
#include "ndis/ndis_internal.h"
#include <stdlib.h>
#include <string.h>

static const struct ndis_revision revisions[] = {
        {1, NDIS_SIZEOF_PROTOCOL_DRIVER_CHARACTERISTICS_REVISION_1, NDIS_V60, 0},
        {2, NDIS_SIZEOF_PROTOCOL_DRIVER_CHARACTERISTICS_REVISION_2, NDIS_V61, 0},
        {0, 0, 0, 0},
};

/* Runs fn on each adapter that is up, pausing and restarting a running one around it. Under pnp_mutex, so the list holds still. */
static void each_adapter(struct ndis_protocol *p, ULONG reason, void (*fn)(struct ndis_adapter *a, struct ndis_protocol *p))
{
	struct ndis_adapter *list[16];
	unsigned n = 0;
	KIRQL old;

	KeAcquireSpinLock(&ndis.lock, &old);
	list_each(l, &ndis.adapters) if (n < ARRAY_LEN(list)) list[n++] = base_container_of(l, struct ndis_adapter, all_link);
	KeReleaseSpinLock(&ndis.lock, old);
	for (unsigned i = 0; i < n; i++) {
		struct ndis_adapter *a = list[i];
		bool running = a->state == NDIS_RUNNING;

		if (!running && a->state != NDIS_PAUSED)
			continue;
		if (running) {
			ndis_bindings_pause(a, reason);
			ndis_adapter_do_pause(a, reason);
		}
		fn(a, p);
		ndis_gate_update(a);
		if (running && ndis_adapter_do_restart(a) == NDIS_STATUS_SUCCESS)
			ndis_bindings_restart(a);
	}
}

NDIS_STATUS NTAPI NdisRegisterProtocolDriver(NDIS_HANDLE ProtocolDriverContext,
                                             PNDIS_PROTOCOL_DRIVER_CHARACTERISTICS ProtocolCharacteristics, PNDIS_HANDLE NdisProtocolHandle)
{
	const NDIS_PROTOCOL_DRIVER_CHARACTERISTICS *c = ProtocolCharacteristics;
	struct ndis_protocol *p;
	unsigned size = 0;
	KIRQL old;

	if (!c || !NdisProtocolHandle)
		return NDIS_STATUS_INVALID_PARAMETER;
	*NdisProtocolHandle = NULL;
	uint32_t version = (uint32_t)c->MajorNdisVersion << 16 | c->MinorNdisVersion;
	if (c->MajorNdisVersion != 6 || version > ndis.version)
		return NDIS_STATUS_BAD_VERSION;
	switch (ndis_header_check(&c->Header, c->Header.Size, NDIS_OBJECT_TYPE_PROTOCOL_DRIVER_CHARACTERISTICS, revisions, version,
	                          &size)) {
	case NDIS_CHECK_OK:
	case NDIS_CHECK_OLD:
		break;
	default:
		return NDIS_STATUS_BAD_CHARACTERISTICS;
	}
	if (!c->BindAdapterHandlerEx || !c->UnbindAdapterHandlerEx || !c->Name.Buffer)
		return NDIS_STATUS_BAD_CHARACTERISTICS;
	p = calloc(1, sizeof(*p));
	if (!p)
		return NDIS_STATUS_RESOURCES;
	p->magic = NDIS_MAGIC_PROTOCOL;
	list_init(&p->bindings);
	p->context = ProtocolDriverContext;
	p->version = version;
	memcpy(&p->chars, c, size < sizeof(p->chars) ? size : sizeof(p->chars));
	nt_utf8_of(c->Name.Buffer, c->Name.Length / sizeof(WCHAR), p->name, sizeof(p->name));
	KeAcquireSpinLock(&ndis.lock, &old);
	list_add(&ndis.protocols, &p->link);
	KeReleaseSpinLock(&ndis.lock, old);
	*NdisProtocolHandle = (NDIS_HANDLE)p;
	if (c->SetOptionsHandler) {
		NDIS_STATUS status = NDIS_CALLBACK(0xff, "ProtocolSetOptions", ndis_limits.pnp, c->SetOptionsHandler, (NDIS_HANDLE)p,
		                                   ProtocolDriverContext);

		if (status != NDIS_STATUS_SUCCESS) {
			KeAcquireSpinLock(&ndis.lock, &old);
			list_del(&p->link);
			KeReleaseSpinLock(&ndis.lock, old);
			*NdisProtocolHandle = NULL;
			free(p);
			return status;
		}
	}
	ndis_pnp_lock();
	each_adapter(p, NDIS_PAUSE_BIND_PROTOCOL, ndis_bind_one);
	ndis_pnp_unlock();
	return NDIS_STATUS_SUCCESS;
}

static void unbind_protocol(struct ndis_adapter *a, struct ndis_protocol *p)
{
	struct ndis_binding *found = NULL;
	KIRQL old;

	KeAcquireSpinLock(&a->lock, &old);
	list_each(l, &a->bindings)
	{
		struct ndis_binding *b = base_container_of(l, struct ndis_binding, adapter_link);

		if (b->protocol == p)
			found = b;
	}
	KeReleaseSpinLock(&a->lock, old);
	if (found)
		ndis_unbind_one(found);
}

static void wait_bindings_gone(struct ndis_protocol *p)
{
	LARGE_INTEGER tick = {.QuadPart = -10000};

	for (unsigned ms = 0; atomic_load(&p->bindings_live) && ms < ndis_limits.pnp; ms++)
		KeDelayExecutionThread(KernelMode, FALSE, &tick);
}

VOID NTAPI NdisDeregisterProtocolDriver(NDIS_HANDLE NdisProtocolHandle)
{
	struct ndis_protocol *p = ndis_protocol_of(NdisProtocolHandle, "NdisDeregisterProtocolDriver");
	KIRQL old;

	if (!p)
		return;
	ndis_pnp_lock();
	each_adapter(p, NDIS_PAUSE_UNBIND_PROTOCOL, unbind_protocol);
	KeAcquireSpinLock(&ndis.lock, &old);
	list_del(&p->link);
	KeReleaseSpinLock(&ndis.lock, old);
	wait_bindings_gone(p);
	ndis_pnp_unlock();
	p->magic = NDIS_MAGIC_DEAD;
	free(p);
}

/* Allowed at DISPATCH_LEVEL: the unbinding itself is a worker's. */
struct unbind_work {
	WORK_QUEUE_ITEM item;
	NDIS_HANDLE binding;
};

static VOID NTAPI unbind_worker(PVOID context)
{
	struct unbind_work *w = context;

	ndis_pnp_lock();
	if (ndis_handle_kind(w->binding) == NDIS_MAGIC_BINDING)
		ndis_unbind_one(w->binding);
	ndis_pnp_unlock();
	free(w);
}

NDIS_STATUS NTAPI NdisUnbindAdapter(NDIS_HANDLE NdisBindingHandle)
{
	struct ndis_binding *b = ndis_binding_of(NdisBindingHandle, "NdisUnbindAdapter");
	struct unbind_work *w = b ? calloc(1, sizeof(*w)) : NULL;

	if (!w)
		return b ? NDIS_STATUS_RESOURCES : NDIS_STATUS_INVALID_PARAMETER;
	w->binding = NdisBindingHandle;
	ExInitializeWorkItem(&w->item, unbind_worker, w);
	ExQueueWorkItem(&w->item, DelayedWorkQueue);
	return NDIS_STATUS_SUCCESS;
}

VOID NTAPI NdisReEnumerateProtocolBindings(NDIS_HANDLE NdisProtocolHandle)
{
	struct ndis_protocol *p = ndis_protocol_of(NdisProtocolHandle, "NdisReEnumerateProtocolBindings");

	if (!p)
		return;
	ndis_pnp_lock();
	each_adapter(p, NDIS_PAUSE_BIND_PROTOCOL, ndis_bind_one);
	ndis_pnp_unlock();
}

/* The name behind a bind that is under way: a copy that the caller frees with NdisFreeMemory. */
NDIS_STATUS NTAPI NdisQueryBindInstanceName(PNDIS_STRING pAdapterInstanceName, NDIS_HANDLE BindingContext)
{
	struct ndis_bind_op *op = BindingContext;

	if (!op || op->magic != NDIS_MAGIC_BIND_OP || !pAdapterInstanceName)
		return NDIS_STATUS_INVALID_PARAMETER;
	return ndis_instance_name(op->adapter, pAdapterInstanceName);
}

NDIS_STATUS NTAPI NdisQueryAdapterInstanceName(PNDIS_STRING pAdapterInstanceName, NDIS_HANDLE NdisBindingHandle)
{
	struct ndis_binding *b = ndis_binding_of(NdisBindingHandle, "NdisQueryAdapterInstanceName");

	if (!b || !pAdapterInstanceName)
		return NDIS_STATUS_INVALID_PARAMETER;
	return ndis_instance_name(b->adapter, pAdapterInstanceName);
}
