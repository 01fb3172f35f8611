/*
 * Binding, unbinding, PnP events, and the work item on which a binding does what a status asked for.
 * learn.microsoft.com/windows-hardware/drivers/network/binding-states-of-a-protocol-driver
 */
#include "tcpip/offload.h"
#include "tcpip/path.h"
#include "tcpip/stack.h"
#include <stdio.h>
#include <string.h>

#define PARAMETERS_KEY "\\Registry\\Machine\\System\\CurrentControlSet\\Services\\Tcpip\\Parameters"

static bool task_offload_disabled(void)
{
	uint32_t type = 0, value = 0;
	return stack.disable_task_offload ||
	       (nt_reg_get(PARAMETERS_KEY, "DisableTaskOffload", &type, &value, sizeof(value)) == sizeof(value) && type == REG_DWORD &&
	        value == 1);
}

/* ---- work */
static void NTAPI work_run(PVOID parameter)
{
	struct binding *b = parameter;
	KIRQL old;
	for (;;) {
		KeAcquireSpinLock(&b->lock, &old);
		const unsigned what = b->closing ? 0 : b->work;
		b->work = 0;
		if (!what) {
			b->work_queued = false;
			KeSetEvent(&b->work_idle, 0, FALSE); /* unbind takes the lock once more before it frees `b` */
			KeReleaseSpinLock(&b->lock, old);
			return;
		}
		KeReleaseSpinLock(&b->lock, old);
		if (what & WORK_UPLOAD)
			conn_upload_all(&b->connections);
		if (what & WORK_ENCAPSULATE)
			stack_set_encapsulation(b);
		if (what & WORK_PARAMETERS)
			stack_set_parameters(b);
		if (what & WORK_REQUERY)
			stack_requery(b);
		offload_can(b);
		if (what & WORK_NET)
			stack_tell_net(b, true);
	}
}

void stack_work(struct binding *b, unsigned what)
{
	KIRQL old;
	KeAcquireSpinLock(&b->lock, &old);
	const bool queue = !b->closing && !b->work_queued;
	if (!b->closing)
		b->work |= what;
	if (queue) {
		b->work_queued = true;
		KeClearEvent(&b->work_idle);
	}
	KeReleaseSpinLock(&b->lock, old);
	if (queue) {
		b->work_item = (WORK_QUEUE_ITEM){.WorkerRoutine = work_run, .Parameter = b};
		ExQueueWorkItem(&b->work_item, DelayedWorkQueue);
	}
}

/* ---- bind */
static void utf8(const UNICODE_STRING *u, char *out, size_t max)
{
	*out = 0;
	if (u && u->Buffer)
		nt_utf8_of(u->Buffer, u->Length / sizeof(WCHAR), out, max);
}

static void take_parameters(struct binding *b, const NDIS_BIND_PARAMETERS *p)
{
	utf8(p->AdapterName, b->device, sizeof(b->device));
	const char *brace = strchr(b->device, '{');
	snprintf(b->guid, sizeof(b->guid), "%.40s", brace ? brace : b->device);
	b->pdo = p->PhysicalDeviceObject;
	struct nt_devnode *node = p->PhysicalDeviceObject ? nt_devnode_of_pdo(p->PhysicalDeviceObject) : NULL;
	const unsigned nic = node ? nt_devnode_id(node)->nic : NT_NO_NIC;
	b->trace_nic = nic < FLUE_NICS ? (uint8_t)nic : 0;
	b->medium = p->MediaType;
	b->mtu = p->MtuSize;
	b->mac_options = p->MacOptions;
	b->multicast_max = p->MaxMulticastListSize;
	const NDIS_RECEIVE_SCALE_CAPABILITIES *rss = p->RcvScaleCapabilities;
	if (rss) {
		b->rss_caps = rss->CapabilitiesFlags;
		b->rss_queues_reported = rss->NumberOfReceiveQueues;
		if (rss->Header.Revision >= NDIS_RECEIVE_SCALE_CAPABILITIES_REVISION_2 &&
		    rss->Header.Size >= NDIS_SIZEOF_RECEIVE_SCALE_CAPABILITIES_REVISION_2)
			b->rss_entries = rss->NumberOfIndirectionTableEntries;
	}
	b->lookahead = p->LookaheadSize;
	b->supported_filters = p->SupportedPacketFilters;
	b->mac_length = p->MacAddressLength < sizeof(b->mac) ? p->MacAddressLength : sizeof(b->mac);
	memcpy(b->mac, p->CurrentMacAddress, b->mac_length);
	b->connect = p->MediaConnectState;
	b->xmit_speed = p->XmitLinkSpeed;
	b->rcv_speed = p->RcvLinkSpeed;
	b->task_from = b->connection_from = "bind";
	/* The pointers are valid for this call only. */
	if (p->DefaultOffloadConfiguration) {
		b->task_size = p->DefaultOffloadConfiguration->Header.Size;
		if (b->task_size > sizeof(b->task))
			b->task_size = sizeof(b->task);
		memcpy(&b->task, p->DefaultOffloadConfiguration, b->task_size);
	}
	if (p->TcpConnectionOffloadCapabilities) {
		b->connection_size = p->TcpConnectionOffloadCapabilities->Header.Size;
		if (b->connection_size > sizeof(b->connection))
			b->connection_size = sizeof(b->connection);
		memcpy(&b->connection, p->TcpConnectionOffloadCapabilities, b->connection_size);
	}
}

static void link_in(struct binding *b, bool in)
{
	KIRQL old;
	KeAcquireSpinLock(&stack.lock, &old);
	if (in)
		list_add(&stack.bindings, &b->link);
	else
		list_del(&b->link);
	KeReleaseSpinLock(&stack.lock, old);
}

NDIS_STATUS NTAPI stack_bind(NDIS_HANDLE driver_context, NDIS_HANDLE bind_context, PNDIS_BIND_PARAMETERS p)
{
	static NDIS_MEDIUM media[] = {NdisMedium802_3, NdisMediumIP};
	UINT selected = 0;
	char text[96];
	(void)driver_context;

	struct binding *b = stack_alloc(sizeof(*b));
	if (!b)
		return NDIS_STATUS_RESOURCES;
	KeInitializeSpinLock(&b->lock);
	KeInitializeEvent(&b->work_idle, NotificationEvent, TRUE);
	conn_table_init(&b->connections);
	b->task_disabled = task_offload_disabled();
	take_parameters(b, p);
	NDIS_OPEN_PARAMETERS open = {
	        .Header = {NDIS_OBJECT_TYPE_OPEN_PARAMETERS, NDIS_OPEN_PARAMETERS_REVISION_1, NDIS_SIZEOF_OPEN_PARAMETERS_REVISION_1},
	        .AdapterName = p->AdapterName,
	        .MediumArray = media,
	        .MediumArraySize = ARRAY_LEN(media),
	        .SelectedMediumIndex = &selected,
	};
	const NDIS_STATUS status = NdisOpenAdapterEx(stack.protocol, b, &open, bind_context, &b->ndis);
	if (status != NDIS_STATUS_SUCCESS) {
		stack_free(b);
		return status == NDIS_STATUS_PENDING ? NDIS_STATUS_FAILURE : status; /* our NDIS opens at once */
	}
	b->open = true;
	NDIS_STRING name = {0};
	if (NdisQueryAdapterInstanceName(&name, b->ndis) == NDIS_STATUS_SUCCESS) {
		utf8(&name, b->instance, sizeof(b->instance));
		NdisFreeMemory(name.Buffer, name.MaximumLength, 0);
	}
	if (path_open(b) != NDIS_STATUS_SUCCESS)
		stack_note(b, "bind", "host stack: no memory for the data path: the adapter carries no frames");
	if (offload_open(b) != NDIS_STATUS_SUCCESS)
		stack_note(b, "bind", "host stack: no memory for connections: none is offloaded");
	link_in(b, true);
	ULONG encapsulations;
	stack_note(b, "bind", "host stack: bound; task offload %s, connection offload %s",
	           view_task_any(b, &encapsulations) ? "offered" : "none",
	           view_families(&b->connection, b->connection_size, text, sizeof(text)));
	stack_set_encapsulation(b);
	stack_set_parameters(b);
	stack_work(b, WORK_NET);
	return NDIS_STATUS_SUCCESS;
}

void NTAPI stack_open_complete(NDIS_HANDLE context, NDIS_STATUS status)
{
	(void)context, (void)status; /* opens complete at once: never called */
}

void NTAPI stack_close_complete(NDIS_HANDLE context)
{
	struct binding *b = context;
	KeSetEvent(&b->work_idle, 0, FALSE);
}

/* NDIS has paused the binding. Work that is under way is let end, for it uses the handle; what is posted from now on is dropped. */
NDIS_STATUS NTAPI stack_unbind(NDIS_HANDLE unbind_context, NDIS_HANDLE context)
{
	struct binding *b = context;
	KIRQL old;
	(void)unbind_context;
	KeAcquireSpinLock(&b->lock, &old);
	b->closing = true;
	KeReleaseSpinLock(&b->lock, old);
	KeWaitForSingleObject(&b->work_idle, Executive, KernelMode, FALSE, NULL);
	KeAcquireSpinLock(&b->lock, &old);
	KeReleaseSpinLock(&b->lock, old);
	const unsigned up = conn_upload_all(&b->connections);
	if (up)
		stack_note(b, "unbind", "host stack: upload %u connections before the adapter goes", up);
	offload_drain(b);
	if (b->filter)
		stack_set_receive(b, false);
	link_in(b, false);
	while (atomic_load(&b->users)) {
		LARGE_INTEGER soon = {.QuadPart = -10000};
		KeDelayExecutionThread(KernelMode, FALSE, &soon);
	}
	stack_tell_net(b, false);
	stack_note(b, "unbind", "host stack: unbound");
	KeClearEvent(&b->work_idle);
	b->open = false;
	offload_close(b);
	path_stop(b);
	if (NdisCloseAdapterEx(b->ndis) == NDIS_STATUS_PENDING)
		KeWaitForSingleObject(&b->work_idle, Executive, KernelMode, FALSE, NULL);
	offload_free(b);
	path_free(b);
	stack_free(b);
	return NDIS_STATUS_SUCCESS;
}

/* ---- events */
NDIS_STATUS NTAPI stack_pnp_event(NDIS_HANDLE context, PNET_PNP_EVENT_NOTIFICATION event)
{
	struct binding *b = context;
	if (!b)
		return NDIS_STATUS_SUCCESS; /* about all bindings: bind list, binds complete */
	switch (event->NetPnPEvent.NetEvent) {
	case NetEventPause:
		b->running = false;
		offload_drain(b);
		path_pause(b);
		stack_work(b, WORK_NET);
		break;
	case NetEventRestart: {
		b->running = true;
		stack_set_receive(b, true);
		stack_set_rss(b);
		path_restart(b);
		offload_restart(b);
		offload_can(b);
		stack_work(b, WORK_NET);
		break;
	}
	case NetEventSetPower:
		/* Low power: connections are terminated before the device goes down (contract section 15). */
		if (event->NetPnPEvent.Buffer && *(const NET_DEVICE_POWER_STATE *)event->NetPnPEvent.Buffer > NetDeviceStateD0)
			offload_drain(b);
		else if (b->running)
			offload_restart(b);
		break;
	default:
		break;
	}
	return NDIS_STATUS_SUCCESS;
}
