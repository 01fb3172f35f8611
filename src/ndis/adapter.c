/*
 * adapter: takes a miniport adapter through its life: initialize, restart, pause, halt, shutdown.
 *
 * All of it runs at PASSIVE_LEVEL under ndis.pnp_mutex, so a transition is never overtaken by another; resets are apart (reset.c) since the
 * documentation lets a reset and a pause complete in either order. A callback that pends is waited for with its time limit; one that never
 * completes ends the driver
 * ("hang"), because every later step would be a lie.
 * Documentation: initializing-a-miniport-adapter, halting-a-miniport-adapter, nc-ndis-miniport_initialize, _pause, _restart, _halt,
 * _shutdown, ns-ndis-_ndis_miniport_init_parameters.
 */
#include "ndis/io.h"
#include "ndis/ndis_internal.h"
#include "trace/names.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void header(NDIS_OBJECT_HEADER *h, uint8_t type, uint8_t revision, uint16_t size)
{
	h->Type = type;
	h->Revision = revision;
	h->Size = size;
}

void ndis_wait_or_hang(struct ndis_adapter *a, KEVENT *event, unsigned limit_ms, const char *callback, const char *completion)
{
	LARGE_INTEGER due = {.QuadPart = -(LONGLONG)limit_ms * 10000};

	if (KeWaitForSingleObject(event, Executive, KernelMode, FALSE, limit_ms ? &due : NULL) != STATUS_TIMEOUT)
		return;
	char sent[100], up[100];
	const bool s = io_oldest(a, NBL_SENT, sent, sizeof(sent)), r = io_oldest(a, NBL_INDICATED, up, sizeof(up));
	nt_crash_driver("hang", "%s: %s returned NDIS_STATUS_PENDING and %s was not called within %u s%s%s%s%s", a->driver->name, callback,
	                completion, limit_ms / 1000, s ? "; sent and not completed: " : "", sent, r ? "; indicated and not returned: " : "",
	                up);
}

/* ---- initialize */
/* Without these three NDIS does not know what it deals with and never calls MiniportInitializeEx (RP-005). */
static const char *missing_keyword(struct ndis_adapter *a)
{
	static const char *const required[] = {"*IfType", "*MediaType", "*PhysicalMediaType"};

	for (unsigned i = 0; i < ARRAY_LEN(required); i++)
		if (nt_reg_get(a->key, required[i], NULL, NULL, 0) < 0)
			return required[i];
	return NULL;
}

static bool is_pci(const struct ndis_adapter *a)
{
	return !strncmp(nt_devnode_id(a->devnode)->device_id, "PCI\\", 4);
}

static unsigned interrupt_messages(const struct ndis_adapter *a)
{
	unsigned n = 0;

	for (unsigned i = 0; a->allocated && i < a->allocated->Count; i++) {
		const CM_PARTIAL_RESOURCE_DESCRIPTOR *d = &a->allocated->PartialDescriptors[i];

		if (d->Type == CmResourceTypeInterrupt && (d->Flags & CM_RESOURCE_INTERRUPT_MESSAGE))
			n++;
	}
	return n;
}

/* A PCIe 3.0 x8 slot: what a driver may want to print. Nothing depends on it. */
static void pci_properties(const struct ndis_adapter *a, NDIS_PCI_DEVICE_CUSTOM_PROPERTIES *p)
{
	memset(p, 0, sizeof(*p));
	header(&p->Header, NDIS_OBJECT_TYPE_DEFAULT, NDIS_OBJECT_TYPE_PCI_DEVICE_CUSTOM_PROPERTIES_REVISION_2,
	       NDIS_SIZEOF_PCI_DEVICE_CUSTOM_PROPERTIES_REVISION_2);
	if (a->driver->version < NDIS_V630)
		header(&p->Header, NDIS_OBJECT_TYPE_DEFAULT, NDIS_OBJECT_TYPE_PCI_DEVICE_CUSTOM_PROPERTIES_REVISION_1,
		       NDIS_SIZEOF_PCI_DEVICE_CUSTOM_PROPERTIES_REVISION_1);
	p->DeviceType = 2;                             /* PciExpressEndpoint */
	p->CurrentPayloadSize = p->MaxPayloadSize = 1; /* 256 bytes */
	p->MaxReadRequestSize = 2;                     /* 512 bytes */
	p->CurrentLinkSpeed = p->MaxLinkSpeed = 4;     /* 8 GT/s */
	p->CurrentLinkWidth = p->MaxLinkWidth = 8;
	p->PciExpressVersion = 2;
	p->InterruptType = interrupt_messages(a) ? 4 : 1; /* MSI-X : line */
	p->MaxInterruptMessages = interrupt_messages(a);
}

static const char *status_text(NDIS_STATUS s, char *out, size_t max)
{
	const char *name = trace_status_name((uint32_t)s);

	if (name)
		return name;
	snprintf(out, max, "0x%08X", (unsigned)s);
	return out;
}

void ndis_start_failed(struct ndis_adapter *a, const char *callback, NDIS_STATUS status)
{
	char text[16];
	const char *why = nt_finding_count() > ndis.start_findings ? nt_finding_last() : "";

	ndis_note(a, callback, "failed: %s", status_text(status, text, sizeof(text)));
	snprintf(ndis.start_failure, sizeof(ndis.start_failure), "%s failed with %s%s%s", callback, status_text(status, text, sizeof(text)),
	         *why ? ": " : "", why);
}

const char *ndis_start_failure(void)
{
	return ndis.start_failure;
}

void ndis_start_failure_clear(void)
{
	ndis.start_failure[0] = 0;
	ndis.start_findings = nt_finding_count();
}

/* Undoes what a failed initialize left: says it (RP-009), makes it harmless, forgets the report (RP-010). */
static void initialize_failed(struct ndis_adapter *a)
{
	ndis_owner_leaks(&a->owner, a->trace_nic, "RP-009", a->driver->name, "after MiniportInitializeEx failed");
	ndis_io_adapter_halted(a);
	ndis_attributes_forget(a);
	ndis_set_state(a, NDIS_HALTED);
}

NDIS_STATUS ndis_adapter_initialize(struct ndis_adapter *a)
{
	NDIS_PORT_AUTHENTICATION_PARAMETERS port;
	NDIS_PCI_DEVICE_CUSTOM_PROPERTIES pci;
	NDIS_MINIPORT_INIT_PARAMETERS p;
	const char *missing = missing_keyword(a);
	NDIS_STATUS status;

	if (missing) {
		ndis_finding(a, "RP-005", "%s is missing from the adapter's configuration (INF AddReg): MiniportInitializeEx is not called",
		             missing);
		ndis_start_failed(a, "start", NDIS_STATUS_FAILURE);
		return a->init_status = NDIS_STATUS_FAILURE;
	}
	ndis_attributes_forget(a);
	memset(&port, 0, sizeof(port));
	header(&port.Header, NDIS_OBJECT_TYPE_DEFAULT, NDIS_PORT_AUTHENTICATION_PARAMETERS_REVISION_1,
	       NDIS_SIZEOF_PORT_AUTHENTICATION_PARAMETERS_REVISION_1);
	memset(&p, 0, sizeof(p));
	header(&p.Header, NDIS_OBJECT_TYPE_MINIPORT_INIT_PARAMETERS, NDIS_MINIPORT_INIT_PARAMETERS_REVISION_1,
	       NDIS_SIZEOF_MINIPORT_INIT_PARAMETER_REVISION_1);
	p.AllocatedResources = a->allocated;
	p.MiniportAddDeviceContext = a->add_device_context;
	p.IfIndex = a->if_index;
	p.NetLuid = a->luid;
	p.DefaultPortAuthStates = &port;
	if (is_pci(a)) {
		pci_properties(a, &pci);
		p.PciDeviceCustomProperties = &pci;
	}
	ndis_set_state(a, NDIS_INITIALIZING);
	a->in_initialize = true;
	status = NDIS_CALLBACK(a->trace_nic, "MiniportInitializeEx", ndis_limits.initialize, a->driver->chars.InitializeHandlerEx,
	                       (NDIS_HANDLE)a, a->driver->context, &p);
	a->in_initialize = false;
	if (status == NDIS_STATUS_PENDING) {
		ndis_finding(a, "initialize", "MiniportInitializeEx returned NDIS_STATUS_PENDING; it must complete synchronously");
		status = NDIS_STATUS_FAILURE;
	}
	a->init_status = status;
	if (status != NDIS_STATUS_SUCCESS) {
		ndis_start_failed(a, "MiniportInitializeEx", status);
		initialize_failed(a);
		return status;
	}
	if (!a->has_registration || !a->has_general) { /* RP-011 */
		ndis_finding(a, "RP-011", "MiniportInitializeEx returned success without %s attributes",
		             a->has_registration ? "general" : "registration");
		if (a->has_registration) { /* it holds its resources, and halt is how a driver gives them back */
			ndis_set_state(a, NDIS_PAUSED);
			ndis_adapter_halt(a, NdisHaltDeviceInitializationFailed);
		} else {
			initialize_failed(a);
		}
		ndis_start_failed(a, "start", NDIS_STATUS_FAILURE);
		return a->init_status = NDIS_STATUS_FAILURE;
	}
	if (a->attribute_failures)
		ndis_finding(a, "RP-030", "MiniportInitializeEx succeeded although %u NdisMSetMiniportAttributes calls failed",
		             a->attribute_failures);
	ndis_set_state(a, NDIS_PAUSED); /* RP-008 */
	ndis_hang_timer_start(a);
	return NDIS_STATUS_SUCCESS;
}

/* ---- restart */
struct restart_attributes {
	union {
		NDIS_RESTART_ATTRIBUTES head;
		uint8_t space[sizeof(NDIS_RESTART_ATTRIBUTES) + sizeof(NDIS_RESTART_GENERAL_ATTRIBUTES) + 16];
	};
} __attribute__((aligned(16)));

static void restart_attributes(const struct ndis_adapter *a, struct restart_attributes *r)
{
	const NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES *g = &a->general;
	NDIS_RESTART_GENERAL_ATTRIBUTES *d = (NDIS_RESTART_GENERAL_ATTRIBUTES *)r->head.Data;
	bool v2 = a->driver->version >= NDIS_V620;

	memset(r, 0, sizeof(*r));
	r->head.Oid = OID_GEN_MINIPORT_RESTART_ATTRIBUTES;
	r->head.DataLength = v2 ? NDIS_SIZEOF_RESTART_GENERAL_ATTRIBUTES_REVISION_2 : NDIS_SIZEOF_RESTART_GENERAL_ATTRIBUTES_REVISION_1;
	header(&d->Header, NDIS_OBJECT_TYPE_RESTART_GENERAL_ATTRIBUTES, v2 ? 2 : 1, r->head.DataLength);
	d->MtuSize = g->MtuSize;
	d->MaxXmitLinkSpeed = g->MaxXmitLinkSpeed;
	d->MaxRcvLinkSpeed = g->MaxRcvLinkSpeed;
	d->LookaheadSize = g->LookaheadSize;
	d->MacOptions = g->MacOptions;
	d->SupportedPacketFilters = g->SupportedPacketFilters;
	d->MaxMulticastListSize = g->MaxMulticastListSize;
	d->RecvScaleCapabilities = g->RecvScaleCapabilities;
	d->AccessType = g->AccessType;
	d->ConnectionType = g->ConnectionType;
	d->SupportedStatistics = g->SupportedStatistics;
	d->DataBackFillSize = g->DataBackFillSize;
	d->ContextBackFillSize = g->ContextBackFillSize;
	d->SupportedOidList = g->SupportedOidList;
	d->SupportedOidListLength = g->SupportedOidListLength;
}

NDIS_STATUS ndis_adapter_do_restart(struct ndis_adapter *a)
{
	struct restart_attributes attributes;
	NDIS_MINIPORT_RESTART_PARAMETERS p;
	NDIS_STATUS status;

	if (a->state != NDIS_PAUSED)
		return a->state == NDIS_RUNNING ? NDIS_STATUS_SUCCESS : NDIS_STATUS_INVALID_STATE;
	restart_attributes(a, &attributes);
	memset(&p, 0, sizeof(p));
	header(&p.Header, NDIS_OBJECT_TYPE_DEFAULT, NDIS_MINIPORT_RESTART_PARAMETERS_REVISION_1,
	       NDIS_SIZEOF_MINIPORT_RESTART_PARAMETERS_REVISION_1);
	p.RestartAttributes = &attributes.head;
	KeClearEvent(&a->restart_done);
	a->restart_pending = true;
	ndis_set_state(a, NDIS_RESTARTING);
	status = NDIS_CALLBACK(a->trace_nic, "MiniportRestart", ndis_limits.restart, a->driver->chars.RestartHandler, a->context, &p);
	if (status == NDIS_STATUS_PENDING) {
		ndis_wait_or_hang(a, &a->restart_done, ndis_limits.restart, "MiniportRestart", "NdisMRestartComplete");
		status = a->restart_status;
	}
	a->restart_pending = false;
	ndis_set_state(a, status == NDIS_STATUS_SUCCESS ? NDIS_RUNNING : NDIS_PAUSED);
	return status;
}

VOID NTAPI NdisMRestartComplete(NDIS_HANDLE MiniportAdapterHandle, NDIS_STATUS Status)
{
	struct ndis_adapter *a = ndis_adapter_of_handle(MiniportAdapterHandle, "NdisMRestartComplete");

	if (!a)
		return;
	if (!a->restart_pending || KeReadStateEvent(&a->restart_done)) {
		ndis_finding(a, "restart", "NdisMRestartComplete without a pending restart");
		return;
	}
	a->restart_status = Status;
	KeSetEvent(&a->restart_done, IO_NO_INCREMENT, FALSE);
}

/* ---- pause */
NDIS_STATUS ndis_adapter_do_pause(struct ndis_adapter *a, ULONG reason)
{
	NDIS_MINIPORT_PAUSE_PARAMETERS p;
	NDIS_STATUS status;

	if (a->state != NDIS_RUNNING)
		return a->state == NDIS_PAUSED ? NDIS_STATUS_SUCCESS : NDIS_STATUS_INVALID_STATE;
	memset(&p, 0, sizeof(p));
	header(&p.Header, NDIS_OBJECT_TYPE_DEFAULT, NDIS_MINIPORT_PAUSE_PARAMETERS_REVISION_1,
	       NDIS_SIZEOF_MINIPORT_PAUSE_PARAMETERS_REVISION_1);
	p.PauseReason = reason;
	KeClearEvent(&a->pause_done);
	a->pause_pending = true;
	ndis_set_state(a, NDIS_PAUSING);
	status = NDIS_CALLBACK(a->trace_nic, "MiniportPause", ndis_limits.pause, a->driver->chars.PauseHandler, a->context, &p);
	if (status == NDIS_STATUS_PENDING)
		ndis_wait_or_hang(a, &a->pause_done, ndis_limits.pause, "MiniportPause", "NdisMPauseComplete");
	else if (status != NDIS_STATUS_SUCCESS)
		ndis_finding(a, "RP-014", "MiniportPause returned 0x%08X; a pause cannot fail", (unsigned)status);
	a->pause_pending = false;
	char left[100];
	if (atomic_load(&a->sends) && io_oldest(a, NBL_SENT, left, sizeof(left)))
		ndis_finding(a, "pause", "MiniportPause completed before all sends were: %s (complete them first, with NDIS_STATUS_PAUSED)",
		             left);
	ndis_set_state(a, NDIS_PAUSED);
	return NDIS_STATUS_SUCCESS;
}

VOID NTAPI NdisMPauseComplete(NDIS_HANDLE MiniportAdapterHandle)
{
	struct ndis_adapter *a = ndis_adapter_of_handle(MiniportAdapterHandle, "NdisMPauseComplete");

	if (!a)
		return;
	if (!a->pause_pending || KeReadStateEvent(&a->pause_done)) {
		ndis_finding(a, "pause", "NdisMPauseComplete without a pending pause");
		return;
	}
	KeSetEvent(&a->pause_done, IO_NO_INCREMENT, FALSE);
}

/* ---- halt, shutdown */
void ndis_adapter_halt(struct ndis_adapter *a, NDIS_HALT_ACTION action)
{
	KIRQL old;

	if (a->state != NDIS_PAUSED) /* Halted already, or Shutdown: no callback ever again (RP-018) */
		return;
	ndis_hang_timer_stop(a);
	ndis_oid_watch_stop(a);
	/* RP-016: nothing of ours is left with the driver. New requests are refused from here on. */
	KeAcquireSpinLock(&a->lock, &old);
	a->removing = true;
	KeReleaseSpinLock(&a->lock, old);
	ndis_oid_abort_all(a, NDIS_STATUS_REQUEST_ABORTED, true);
	if (!ndis_oid_wait_idle(a, ndis_limits.halt))
		nt_crash_driver("hang", "%s: OID 0x%08X was not completed within %u s, MiniportHaltEx cannot be called", a->driver->name,
		                a->oid_last.oid, ndis_limits.halt / 1000);
	NDIS_CALLBACK_VOID(a->trace_nic, "MiniportHaltEx", ndis_limits.halt, a->driver->chars.HaltHandlerEx, a->context, action);
	ndis_set_state(a, NDIS_HALTED);
	ndis_owner_leaks(&a->owner, a->trace_nic, "leak", a->driver->name, "after MiniportHaltEx");
	ndis_io_adapter_halted(a);
	ndis_attributes_forget(a);
	KeAcquireSpinLock(&a->lock, &old);
	a->removing = false;
	KeReleaseSpinLock(&a->lock, old);
}

static void shutdown_call(struct ndis_adapter *a, NDIS_SHUTDOWN_ACTION action)
{
	ndis_set_state(a, NDIS_SHUTDOWN);
	a->shut_down = true;
	if (a->driver->chars.ShutdownHandlerEx)
		NDIS_CALLBACK_VOID(a->trace_nic, "MiniportShutdownEx", ndis_limits.halt, a->driver->chars.ShutdownHandlerEx, a->context,
		                   action);
}

int ndis_adapter_shutdown(struct ndis_adapter *a)
{
	if (!ndis_state_takes_oids(a->state))
		return -EINVAL;
	ndis_hang_timer_stop(a);
	ndis_oid_watch_stop(a);
	shutdown_call(a, NdisShutdownPowerOff);
	ndis_oid_abort_all(a, NDIS_STATUS_REQUEST_ABORTED, false);
	return 0;
}

bool ndis_adapter_bugcheck(struct ndis_adapter *a)
{
	/* From 6.30 only on request: ns-ndis-_ndis_miniport_adapter_registration_attributes (RP-020). */
	if (!ndis_state_takes_oids(a->state))
		return false;
	if (a->driver->version >= NDIS_V630 && !(a->attribute_flags & NDIS_MINIPORT_ATTRIBUTES_REGISTER_BUGCHECK_CALLBACK))
		return false;
	shutdown_call(a, NdisShutdownBugCheck);
	return true;
}

/* ---- for the machine */
void ndis_pnp_lock(void)
{
	KeWaitForSingleObject(&ndis.pnp_mutex, Executive, KernelMode, FALSE, NULL);
}

void ndis_pnp_unlock(void)
{
	KeReleaseMutex(&ndis.pnp_mutex, FALSE);
}

static int transition_error(struct ndis_adapter *a, struct err *e, NDIS_STATUS status, const char *callback)
{
	if (status == NDIS_STATUS_SUCCESS)
		return 0;
	if (status == NDIS_STATUS_INVALID_STATE)
		return err_set(e, EBUSY, "%s: the adapter is %s", a->instance_name, ndis_adapter_state_name(a->state));
	return err_set(e, EIO, "%s: %s failed with status 0x%08X", a->driver->name, callback, (unsigned)status);
}

int ndis_adapter_up(struct ndis_adapter *a, struct err *e)
{
	NDIS_STATUS status;

	ndis_pnp_lock();
	if (a->state == NDIS_PAUSED)
		ndis_bind_all(a);
	status = ndis_adapter_do_restart(a);
	if (status == NDIS_STATUS_SUCCESS)
		ndis_bindings_restart(a);
	ndis_pnp_unlock();
	return transition_error(a, e, status, "MiniportRestart");
}

int ndis_adapter_pause(struct ndis_adapter *a, struct err *e)
{
	NDIS_STATUS status;

	ndis_pnp_lock();
	if (a->state == NDIS_RUNNING)
		ndis_bindings_pause(a, NDIS_PAUSE_NDIS_INTERNAL);
	status = ndis_adapter_do_pause(a, NDIS_PAUSE_NDIS_INTERNAL);
	ndis_pnp_unlock();
	return transition_error(a, e, status, "MiniportPause");
}

int ndis_adapter_restart(struct ndis_adapter *a, struct err *e)
{
	NDIS_STATUS status;

	ndis_pnp_lock();
	status = ndis_adapter_do_restart(a);
	if (status == NDIS_STATUS_SUCCESS)
		ndis_bindings_restart(a);
	ndis_pnp_unlock();
	return transition_error(a, e, status, "MiniportRestart");
}

void ndis_adapter_down(struct ndis_adapter *a, NDIS_HALT_ACTION action)
{
	ndis_pnp_lock();
	if (a->state == NDIS_RUNNING) {
		ndis_bindings_pause(a, NDIS_PAUSE_MINIPORT_DEVICE_REMOVE);
		ndis_adapter_do_pause(a, NDIS_PAUSE_MINIPORT_DEVICE_REMOVE);
	}
	ndis_unbind_all(a);
	ndis_adapter_halt(a, action);
	ndis_pnp_unlock();
}
