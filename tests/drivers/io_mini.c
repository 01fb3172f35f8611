/*
 * io_mini: a miniport that a test steers through exported variables and functions: it keeps what it is sent until told to complete it,
 * indicates what it is told to, and announces whatever connection offload the test wants. No hardware. Used by tests/ndis/test_io_*.c and
 * tests/tcpip.
 *
 * Exported functions are called by the test as the driver's own callbacks would be: at PASSIVE_LEVEL, or at DISPATCH_LEVEL where they say
 * so.
 */
#include <ndis.h>
#include <ndischimney.h>

#define EXPORTED __declspec(dllexport)
#define TAG      'oimn'

/* knobs, set before the adapter starts */
EXPORTED ULONG mini_v4 = 1, mini_v6 = 1, mini_capacity = 64, mini_task = 1, mini_chimney = 1, mini_wide_dma = 1;
EXPORTED LONG mini_encapsulation_status = 0, mini_parameters_status = 0;
EXPORTED ULONG mini_pend_oids = 0; /* sets are completed from a work item */
/* what was seen */
EXPORTED volatile LONG mini_sent, mini_sent_unmapped, mini_returned, mini_encapsulations, mini_parameters, mini_filters, mini_send_sum;
EXPORTED NDIS_OFFLOAD_ENCAPSULATION mini_last_encapsulation;
EXPORTED NDIS_TCP_CONNECTION_OFFLOAD_PARAMETERS mini_last_parameters;
EXPORTED NDIS_HANDLE mini_adapter;
EXPORTED NDIS_HANDLE mini_dma;
EXPORTED volatile LONG mini_timer_fired, mini_work_ran, mini_sg_elements;
EXPORTED ULONG64 mini_sg_address;

/* the data path: 0 keeps what it is sent, 1 indicates a copy of each frame and completes, 2 completes at once, 3 forgets it */
EXPORTED ULONG mini_loop = 0, mini_mac_options = 0, mini_rx_resources = 0, mini_rx_mdl = 0 /* bytes of each MDL of a copy, 0 one */,
               mini_status_in_send = 0 /* indicates its configuration inside the send handler, before it looks at the list */;
EXPORTED NDIS_OFFLOAD mini_offload; /* reported when mini_task is 2 */
EXPORTED ULONG64 mini_rx_checksum, mini_rx_rsc, mini_rx_hash_value, mini_rx_hash_info;
EXPORTED volatile LONG mini_rx_out; /* indicated copies that are not back */
struct seen {
	ULONG64 checksum, lso, uso, tag;
	ULONG first, buffers, mdls, bytes, offset, flags, in_first, config;
	UCHAR head[160];
};
EXPORTED struct seen mini_seen[1024];
EXPORTED volatile LONG mini_seen_count;
EXPORTED volatile LONG mini_generation = 1; /* raised before each configuration is indicated, so what was built under which is seen */

EXPORTED ULONG mini_interrupt = 0, mini_msi = 1; /* register an interrupt; offer message handlers */
EXPORTED ULONG mini_interrupt_type, mini_messages;
EXPORTED volatile LONG mini_isr[8], mini_dpc[8], mini_dpc_cpu[64], mini_isr_irql, mini_dpc_irql, mini_sync_calls, mini_more;
EXPORTED PVOID mini_dpc_context;
EXPORTED PVOID mini_registers;

static NDIS_HANDLE driver, pool, interrupt, device;
static PMDL rx_mdl;
static UCHAR *rx_data;
static NET_BUFFER_LIST *held, **held_tail = &held;
static NDIS_SPIN_LOCK lock;
static NDIS_OID_REQUEST *pending;
static NDIS_HANDLE pend_work;
DRIVER_INITIALIZE DriverEntry;

static void fill(NDIS_TCP_CONNECTION_OFFLOAD *c, ULONG v4, ULONG v6, ULONG capacity)
{
	NdisZeroMemory(c, sizeof *c);
	c->Header.Type = NDIS_OBJECT_TYPE_DEFAULT;
	c->Header.Revision = NDIS_TCP_CONNECTION_OFFLOAD_REVISION_1;
	c->Header.Size = NDIS_SIZEOF_TCP_CONNECTION_OFFLOAD_REVISION_1;
	if (!v4 && !v6)
		return;
	c->Encapsulation = NDIS_ENCAPSULATION_IEEE_802_3;
	c->SupportIPv4 = v4 ? NDIS_OFFLOAD_SUPPORTED : 0;
	c->SupportIPv6 = v6 ? NDIS_OFFLOAD_SUPPORTED : 0;
	c->TcpConnectionOffloadCapacity = capacity;
}

static void fill_task(NDIS_OFFLOAD *o, ULONG on)
{
	NdisZeroMemory(o, sizeof *o);
	if (on == 2)
		*o = mini_offload;
	o->Header.Type = NDIS_OBJECT_TYPE_OFFLOAD;
	o->Header.Revision = NDIS_OFFLOAD_REVISION_6;
	o->Header.Size = NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_6;
	if (!on || on == 2)
		return;
	o->Checksum.IPv4Transmit.Encapsulation = NDIS_ENCAPSULATION_IEEE_802_3;
	o->Checksum.IPv4Transmit.IpOptionsSupported = NDIS_OFFLOAD_SUPPORTED;
	o->Checksum.IPv4Transmit.TcpOptionsSupported = NDIS_OFFLOAD_SUPPORTED;
	o->Checksum.IPv4Transmit.TcpChecksum = NDIS_OFFLOAD_SUPPORTED;
	o->Checksum.IPv4Transmit.IpChecksum = NDIS_OFFLOAD_SUPPORTED;
}

static void indicate(NDIS_STATUS code, void *buffer, ULONG bytes)
{
	NDIS_STATUS_INDICATION s;
	NdisZeroMemory(&s, sizeof s);
	s.Header.Type = NDIS_OBJECT_TYPE_STATUS_INDICATION;
	s.Header.Revision = NDIS_STATUS_INDICATION_REVISION_1;
	s.Header.Size = NDIS_SIZEOF_STATUS_INDICATION_REVISION_1;
	s.SourceHandle = mini_adapter;
	s.StatusCode = code;
	s.StatusBuffer = buffer;
	s.StatusBufferSize = bytes;
	NdisMIndicateStatusEx(mini_adapter, &s);
}

/* ---- levers */
EXPORTED void mini_pause(void)
{
	indicate(NDIS_STATUS_OFFLOAD_PAUSE, NULL, 0);
}
EXPORTED void mini_upload_all(void)
{
	indicate(NDIS_STATUS_UPLOAD_ALL, NULL, 0);
}
EXPORTED void mini_resume(ULONG v4, ULONG v6, ULONG capacity)
{
	NDIS_TCP_CONNECTION_OFFLOAD c;
	fill(&c, v4, v6, capacity);
	indicate(NDIS_STATUS_OFFLOAD_RESUME, &c, sizeof c);
	NdisFillMemory(&c, sizeof c, 0xff); /* the buffer is the driver's again */
}
EXPORTED void mini_task_change(ULONG on)
{
	NDIS_OFFLOAD o;
	fill_task(&o, on);
	indicate(NDIS_STATUS_TASK_OFFLOAD_CURRENT_CONFIG, &o, o.Header.Size);
}
EXPORTED void mini_link(ULONG up)
{
	NDIS_LINK_STATE l;
	NdisZeroMemory(&l, sizeof l);
	l.Header.Type = NDIS_OBJECT_TYPE_DEFAULT;
	l.Header.Revision = NDIS_LINK_STATE_REVISION_1;
	l.Header.Size = NDIS_SIZEOF_LINK_STATE_REVISION_1;
	l.MediaConnectState = up ? MediaConnectStateConnected : MediaConnectStateDisconnected;
	l.MediaDuplexState = MediaDuplexStateFull;
	l.XmitLinkSpeed = l.RcvLinkSpeed = 10000000000ull;
	indicate(NDIS_STATUS_LINK_STATE, &l, sizeof l);
}
/* Completes all that is held. At DISPATCH_LEVEL too. */
EXPORTED void mini_complete_sends(LONG status)
{
	NET_BUFFER_LIST *list;
	NdisAcquireSpinLock(&lock);
	list = held;
	held = NULL;
	held_tail = &held;
	NdisReleaseSpinLock(&lock);
	for (NET_BUFFER_LIST *n = list; n; n = NET_BUFFER_LIST_NEXT_NBL(n))
		NET_BUFFER_LIST_STATUS(n) = status;
	if (list)
		NdisMSendNetBufferListsComplete(mini_adapter, list, 0);
}
/* The same NBL again: a driver's mistake. */
EXPORTED void mini_complete_again(NET_BUFFER_LIST *nbl)
{
	NdisMSendNetBufferListsComplete(mini_adapter, nbl, 0);
}
EXPORTED ULONG mini_indicate(ULONG n, ULONG resources)
{
	NET_BUFFER_LIST *list = NULL, **tail = &list;
	ULONG made = 0;
	for (; made < n; made++) {
		NET_BUFFER_LIST *nbl = NdisAllocateNetBufferAndNetBufferList(pool, 0, 0, rx_mdl, 0, 60);
		if (!nbl)
			break;
		nbl->SourceHandle = mini_adapter;
		*tail = nbl;
		tail = &NET_BUFFER_LIST_NEXT_NBL(nbl);
	}
	if (!made)
		return 0;
	NdisMIndicateReceiveNetBufferLists(mini_adapter, list, NDIS_DEFAULT_PORT_NUMBER, made,
	                                   resources ? NDIS_RECEIVE_FLAGS_RESOURCES : 0);
	for (NET_BUFFER_LIST *nbl = resources ? list : NULL, *next; nbl; nbl = next) {
		next = NET_BUFFER_LIST_NEXT_NBL(nbl);
		NdisFreeNetBufferList(nbl);
	}
	return made;
}

/* ---- DMA */
static MINIPORT_PROCESS_SG_LIST process_sg;
static SCATTER_GATHER_LIST *sg_list;
static void process_sg(PDEVICE_OBJECT device, PVOID reserved, PSCATTER_GATHER_LIST list, PVOID context)
{
	(void)device, (void)reserved, (void)context;
	sg_list = list;
	mini_sg_elements = (LONG)list->NumberOfElements;
	mini_sg_address = (ULONG64)list->Elements[0].Address.QuadPart;
}
EXPORTED LONG mini_map_held(ULONG to_device)
{
	LONG status;
	KIRQL old;
	KeRaiseIrql(DISPATCH_LEVEL, &old);
	status = held ? NdisMAllocateNetBufferSGList(mini_dma, NET_BUFFER_LIST_FIRST_NB(held), NULL,
	                                             to_device ? NDIS_SG_LIST_WRITE_TO_DEVICE : 0, NULL, 0)
	              : -1;
	KeLowerIrql(old);
	return status;
}
EXPORTED void mini_unmap_held(void)
{
	KIRQL old;
	KeRaiseIrql(DISPATCH_LEVEL, &old);
	NdisMFreeNetBufferSGList(mini_dma, sg_list, NET_BUFFER_LIST_FIRST_NB(held));
	KeLowerIrql(old);
}

/* ---- timers and work items */
static void timer_function(PVOID s1, PVOID context, PVOID s2, PVOID s3)
{
	(void)s1, (void)s2, (void)s3;
	NdisInterlockedIncrement((LONG *)context);
}
EXPORTED NDIS_HANDLE mini_timer_start(LONG ms, LONG period)
{
	NDIS_TIMER_CHARACTERISTICS c;
	NDIS_HANDLE timer;
	LARGE_INTEGER due;
	NdisZeroMemory(&c, sizeof c);
	c.Header.Type = NDIS_OBJECT_TYPE_TIMER_CHARACTERISTICS;
	c.Header.Revision = NDIS_TIMER_CHARACTERISTICS_REVISION_1;
	c.Header.Size = NDIS_SIZEOF_TIMER_CHARACTERISTICS_REVISION_1;
	c.AllocationTag = TAG;
	c.TimerFunction = timer_function;
	c.FunctionContext = (PVOID)&mini_timer_fired;
	if (NdisAllocateTimerObject(mini_adapter, &c, &timer) != NDIS_STATUS_SUCCESS)
		return NULL;
	due.QuadPart = -(LONGLONG)ms * 10000;
	NdisSetTimerObject(timer, due, period, NULL);
	return timer;
}
EXPORTED void mini_timer_stop(NDIS_HANDLE timer)
{
	NdisCancelTimerObject(timer);
	NdisFreeTimerObject(timer);
}
static void work_routine(PVOID context, NDIS_HANDLE item)
{
	NdisInterlockedIncrement((LONG *)context);
	NdisFreeIoWorkItem(item);
}
EXPORTED void mini_work(void)
{
	NDIS_HANDLE item = NdisAllocateIoWorkItem(mini_adapter);
	NdisQueueIoWorkItem(item, work_routine, (PVOID)&mini_work_ran);
}

/* ---- interrupts */
static void count_dpc(ULONG message, PVOID context, PVOID throttle)
{
	mini_dpc[message]++;
	mini_dpc_cpu[KeGetCurrentProcessorNumberEx(NULL)]++;
	mini_dpc_irql = KeGetCurrentIrql();
	mini_dpc_context = context;
	if (mini_more > 0) { /* not done: NDIS calls again */
		mini_more--;
		((NDIS_RECEIVE_THROTTLE_PARAMETERS *)throttle)->MoreNblsPending = 1;
	}
}
static BOOLEAN isr(NDIS_HANDLE context, PBOOLEAN queue_default, PULONG targets)
{
	(void)context;
	mini_isr[0]++;
	mini_isr_irql = KeGetCurrentIrql();
	*queue_default = TRUE;
	*targets = 0;
	return TRUE;
}
static void dpc(NDIS_HANDLE context, PVOID driver_context, PVOID throttle, PVOID reserved)
{
	(void)context, (void)reserved;
	count_dpc(0, driver_context, throttle);
}
static BOOLEAN message_isr(NDIS_HANDLE context, ULONG message, PBOOLEAN queue_default, PULONG targets)
{
	(void)context;
	mini_isr[message]++;
	mini_isr_irql = KeGetCurrentIrql();
	*queue_default = message != 1;
	*targets = message == 1 ? 1u << 2 : 0; /* message 1 wants processor 2 */
	return TRUE;
}
static void message_dpc(NDIS_HANDLE context, ULONG message, PVOID driver_context, PVOID throttle, PVOID reserved)
{
	(void)context, (void)reserved;
	count_dpc(message, driver_context, throttle);
}
static void enable(NDIS_HANDLE context)
{
	(void)context;
}
static void enable_message(NDIS_HANDLE context, ULONG message)
{
	(void)context, (void)message;
}
static NDIS_STATUS connect(void)
{
	NDIS_MINIPORT_INTERRUPT_CHARACTERISTICS c;
	NDIS_STATUS status;
	NdisZeroMemory(&c, sizeof c);
	c.Header.Type = NDIS_OBJECT_TYPE_MINIPORT_INTERRUPT;
	c.Header.Revision = NDIS_MINIPORT_INTERRUPT_REVISION_1;
	c.Header.Size = NDIS_SIZEOF_MINIPORT_INTERRUPT_CHARACTERISTICS_REVISION_1;
	c.InterruptHandler = isr;
	c.InterruptDpcHandler = dpc;
	c.DisableInterruptHandler = c.EnableInterruptHandler = enable;
	if (mini_msi) {
		c.MsiSupported = TRUE;
		c.MessageInterruptHandler = message_isr;
		c.MessageInterruptDpcHandler = message_dpc;
		c.DisableMessageInterruptHandler = c.EnableMessageInterruptHandler = enable_message;
	}
	status = NdisMRegisterInterruptEx(mini_adapter, &mini_adapter, &c, &interrupt);
	mini_interrupt_type = c.InterruptType;
	mini_messages = c.MessageInfoTable ? c.MessageInfoTable->MessageCount : 0;
	return status;
}
EXPORTED ULONG64 mini_queue_dpc(ULONG message, ULONG64 cpus, PVOID context)
{
	GROUP_AFFINITY g;
	NdisZeroMemory(&g, sizeof g);
	g.Mask = cpus;
	return NdisMQueueDpcEx(interrupt, message, &g, context);
}
static BOOLEAN synchronized(PVOID context)
{
	mini_sync_calls++;
	*(UCHAR *)context = KeGetCurrentIrql();
	return TRUE;
}
EXPORTED UCHAR mini_synchronize(ULONG message)
{
	UCHAR irql = 0;
	return NdisMSynchronizeWithInterruptEx(interrupt, message, synchronized, &irql) ? irql : 0xff;
}
EXPORTED LONG mini_table(ULONG operation, ULONG entry, ULONG message)
{
	NDIS_MSIX_CONFIG_PARAMETERS p;
	NdisZeroMemory(&p, sizeof p);
	p.Header.Type = NDIS_OBJECT_TYPE_DEFAULT;
	p.Header.Revision = NDIS_MSIX_CONFIG_PARAMETERS_REVISION_1;
	p.Header.Size = NDIS_SIZEOF_MSIX_CONFIG_PARAMETERS_REVISION_1;
	p.ConfigOperation = (NDIS_MSIX_TABLE_OPERATION)operation;
	p.TableEntry = entry;
	p.MessageNumber = message;
	return NdisMConfigMSIXTableEntry(mini_adapter, &p);
}
EXPORTED ULONG mini_config(ULONG offset, ULONG bytes)
{
	ULONG value = 0;
	return NdisMGetBusData(mini_adapter, PCI_WHICHSPACE_CONFIG, offset, &value, bytes) == bytes ? value : 0xdeadbeef;
}

/* ---- a control device: IOCTL 0x220004 turns every byte around */
static NTSTATUS control(PDEVICE_OBJECT object, PIRP irp)
{
	PIO_STACK_LOCATION s = IoGetCurrentIrpStackLocation(irp);
	NTSTATUS status = STATUS_INVALID_DEVICE_REQUEST;
	UCHAR *extension = NdisGetDeviceReservedExtension(object);
	irp->IoStatus.Information = 0;
	if (s->Parameters.DeviceIoControl.IoControlCode == 0x220004) {
		UCHAR *b = irp->AssociatedIrp.SystemBuffer;
		ULONG n = s->Parameters.DeviceIoControl.InputBufferLength;
		for (ULONG i = 0; i < n; i++)
			b[i] = (UCHAR)~b[i];
		extension[0]++;
		irp->IoStatus.Information = n;
		status = STATUS_SUCCESS;
	}
	irp->IoStatus.Status = status;
	IoCompleteRequest(irp, IO_NO_INCREMENT);
	return status;
}
EXPORTED PDEVICE_OBJECT mini_device;
EXPORTED LONG mini_device_add(void)
{
	static PDRIVER_DISPATCH major[IRP_MJ_MAXIMUM_FUNCTION + 1];
	NDIS_DEVICE_OBJECT_ATTRIBUTES a;
	UNICODE_STRING name, link;
	RtlInitUnicodeString(&name, L"\\Device\\IoMini");
	RtlInitUnicodeString(&link, L"\\DosDevices\\IoMini");
	NdisZeroMemory(&a, sizeof a);
	a.Header.Type = NDIS_OBJECT_TYPE_DEVICE_OBJECT_ATTRIBUTES;
	a.Header.Revision = NDIS_DEVICE_OBJECT_ATTRIBUTES_REVISION_1;
	a.Header.Size = NDIS_SIZEOF_DEVICE_OBJECT_ATTRIBUTES_REVISION_1;
	a.DeviceName = &name;
	a.SymbolicName = &link;
	major[IRP_MJ_DEVICE_CONTROL] = control;
	a.MajorFunctions = major;
	a.ExtensionSize = 16;
	return NdisRegisterDeviceEx(driver, &a, &mini_device, &device);
}
EXPORTED UCHAR mini_device_calls(void)
{
	return *(UCHAR *)NdisGetDeviceReservedExtension(mini_device);
}
EXPORTED void mini_device_remove(void)
{
	NdisDeregisterDeviceEx(device);
}
EXPORTED void mini_error_log(void)
{
	NdisWriteErrorLogEntry(mini_adapter, NDIS_ERROR_CODE_HARDWARE_FAILURE, 2, 0x1234, 7);
}

/* ---- the miniport */
static MINIPORT_INITIALIZE initialize;
static NDIS_STATUS initialize(NDIS_HANDLE handle, NDIS_HANDLE context, PNDIS_MINIPORT_INIT_PARAMETERS parameters)
{
	static const UCHAR mac[6] = {0x02, 0xf1, 0xe0, 0x10, 0x31, 0x01};
	static const NDIS_OID oids[] = {OID_GEN_CURRENT_PACKET_FILTER, OID_GEN_CURRENT_LOOKAHEAD, OID_TCP_OFFLOAD_PARAMETERS,
	                                OID_OFFLOAD_ENCAPSULATION, OID_TCP_CONNECTION_OFFLOAD_PARAMETERS};
	NDIS_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES r;
	NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES g;
	NDIS_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES o;
	NDIS_OFFLOAD task;
	NDIS_TCP_CONNECTION_OFFLOAD connection;
	NET_BUFFER_LIST_POOL_PARAMETERS p;
	NDIS_SG_DMA_DESCRIPTION dma;
	NDIS_STATUS status;
	(void)context, (void)parameters;

	mini_adapter = handle;
	NdisZeroMemory(&r, sizeof r);
	r.Header.Type = NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES;
	r.Header.Revision = NDIS_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES_REVISION_2;
	r.Header.Size = NDIS_SIZEOF_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES_REVISION_2;
	r.MiniportAdapterContext = &mini_adapter;
	r.AttributeFlags = NDIS_MINIPORT_ATTRIBUTES_HARDWARE_DEVICE | NDIS_MINIPORT_ATTRIBUTES_BUS_MASTER;
	r.InterfaceType = NdisInterfacePci;
	status = NdisMSetMiniportAttributes(handle, (PNDIS_MINIPORT_ADAPTER_ATTRIBUTES)&r);
	if (status != NDIS_STATUS_SUCCESS)
		return status;
	NdisZeroMemory(&g, sizeof g);
	g.Header.Type = NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES;
	g.Header.Revision = NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES_REVISION_2;
	g.Header.Size = NDIS_SIZEOF_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES_REVISION_2;
	g.MediaType = NdisMedium802_3;
	g.PhysicalMediumType = NdisPhysicalMedium802_3;
	g.MtuSize = 1500;
	g.MaxXmitLinkSpeed = g.XmitLinkSpeed = g.MaxRcvLinkSpeed = g.RcvLinkSpeed = 1000000000ull;
	g.MediaConnectState = MediaConnectStateConnected;
	g.MediaDuplexState = MediaDuplexStateFull;
	g.LookaheadSize = 1500;
	g.MacOptions = NDIS_MAC_OPTION_NO_LOOPBACK | mini_mac_options;
	g.SupportedPacketFilters = NDIS_PACKET_TYPE_DIRECTED | NDIS_PACKET_TYPE_MULTICAST | NDIS_PACKET_TYPE_BROADCAST;
	g.MaxMulticastListSize = 32;
	g.MacAddressLength = 6;
	NdisMoveMemory(g.PermanentMacAddress, mac, 6);
	NdisMoveMemory(g.CurrentMacAddress, mac, 6);
	g.AccessType = NET_IF_ACCESS_BROADCAST;
	g.DirectionType = NET_IF_DIRECTION_SENDRECEIVE;
	g.ConnectionType = NET_IF_CONNECTION_DEDICATED;
	g.IfType = IF_TYPE_ETHERNET_CSMACD;
	g.SupportedOidList = (PNDIS_OID)oids;
	g.SupportedOidListLength = sizeof oids;
	status = NdisMSetMiniportAttributes(handle, (PNDIS_MINIPORT_ADAPTER_ATTRIBUTES)&g);
	if (status != NDIS_STATUS_SUCCESS)
		return status;
	NdisZeroMemory(&o, sizeof o);
	o.Header.Type = NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES;
	o.Header.Revision = NDIS_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES_REVISION_1;
	o.Header.Size = NDIS_SIZEOF_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES_REVISION_1;
	fill_task(&task, mini_task);
	fill(&connection, mini_v4, mini_v6, mini_capacity);
	o.DefaultOffloadConfiguration = o.HardwareOffloadCapabilities = &task;
	o.DefaultTcpConnectionOffloadConfiguration = o.TcpConnectionOffloadHardwareCapabilities = &connection;
	status = NdisMSetMiniportAttributes(handle, (PNDIS_MINIPORT_ADAPTER_ATTRIBUTES)&o);
	if (status != NDIS_STATUS_SUCCESS)
		return status;
	NdisZeroMemory(&p, sizeof p);
	p.Header.Type = NDIS_OBJECT_TYPE_DEFAULT;
	p.Header.Revision = NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1;
	p.Header.Size = NDIS_SIZEOF_NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1;
	p.fAllocateNetBuffer = TRUE;
	p.PoolTag = TAG;
	pool = NdisAllocateNetBufferListPool(handle, &p);
	rx_data = NdisAllocateMemoryWithTagPriority(handle, 64, TAG, NormalPoolPriority);
	rx_mdl = rx_data ? NdisAllocateMdl(handle, rx_data, 64) : NULL;
	NdisZeroMemory(&dma, sizeof dma);
	dma.Header.Type = NDIS_OBJECT_TYPE_SG_DMA_DESCRIPTION;
	dma.Header.Revision = NDIS_SG_DMA_DESCRIPTION_REVISION_1;
	dma.Header.Size = NDIS_SIZEOF_SG_DMA_DESCRIPTION_REVISION_1;
	dma.Flags = mini_wide_dma ? NDIS_SG_DMA_64_BIT_ADDRESS : 0;
	dma.MaximumPhysicalMapping = 65536;
	dma.ProcessSGListHandler = process_sg;
	NdisAllocateSpinLock(&lock);
	pend_work = NdisAllocateIoWorkItem(handle);
	if (!pool || !rx_mdl || !pend_work || NdisMRegisterScatterGatherDma(handle, &dma, &mini_dma) != NDIS_STATUS_SUCCESS)
		return NDIS_STATUS_RESOURCES;
	if (!mini_interrupt)
		return NDIS_STATUS_SUCCESS;
	for (ULONG i = 0; i < parameters->AllocatedResources->Count; i++) {
		PCM_PARTIAL_RESOURCE_DESCRIPTOR d = &parameters->AllocatedResources->PartialDescriptors[i];
		if (d->Type == CmResourceTypeMemory && !mini_registers)
			status = NdisMMapIoSpace(&mini_registers, handle, d->u.Memory.Start, d->u.Memory.Length);
	}
	return connect();
}

static MINIPORT_HALT halt;
static void halt(NDIS_HANDLE context, NDIS_HALT_ACTION action)
{
	(void)context, (void)action;
	if (interrupt)
		NdisMDeregisterInterruptEx(interrupt);
	if (mini_registers)
		NdisMUnmapIoSpace(mini_adapter, mini_registers, 4096);
	interrupt = mini_registers = NULL;
	NdisMDeregisterScatterGatherDma(mini_dma);
	NdisFreeMdl(rx_mdl);
	NdisFreeMemory(rx_data, 0, 0);
	NdisFreeNetBufferListPool(pool);
	NdisFreeIoWorkItem(pend_work);
	NdisFreeSpinLock(&lock);
	mini_adapter = NULL;
}

static MINIPORT_PAUSE pause;
static NDIS_STATUS pause(NDIS_HANDLE context, PNDIS_MINIPORT_PAUSE_PARAMETERS parameters)
{
	(void)context, (void)parameters;
	mini_complete_sends(NDIS_STATUS_PAUSED);
	return NDIS_STATUS_SUCCESS;
}

static MINIPORT_RESTART restart;
static NDIS_STATUS restart(NDIS_HANDLE context, PNDIS_MINIPORT_RESTART_PARAMETERS parameters)
{
	(void)context, (void)parameters;
	return NDIS_STATUS_SUCCESS;
}

static NDIS_STATUS set(NDIS_OID_REQUEST *r)
{
	void *b = r->DATA.SET_INFORMATION.InformationBuffer;
	ULONG n = r->DATA.SET_INFORMATION.InformationBufferLength;
	switch (r->DATA.SET_INFORMATION.Oid) {
	case OID_GEN_CURRENT_PACKET_FILTER:
		mini_filters++;
		break;
	case OID_GEN_CURRENT_LOOKAHEAD:
		break;
	case OID_OFFLOAD_ENCAPSULATION:
		if (n < sizeof mini_last_encapsulation)
			return NDIS_STATUS_INVALID_LENGTH;
		mini_encapsulations++;
		NdisMoveMemory(&mini_last_encapsulation, b, sizeof mini_last_encapsulation);
		if (mini_encapsulation_status)
			return mini_encapsulation_status;
		mini_task_change(mini_task);
		break;
	case OID_TCP_CONNECTION_OFFLOAD_PARAMETERS:
		mini_parameters++;
		NdisMoveMemory(&mini_last_parameters, b, n < sizeof mini_last_parameters ? n : sizeof mini_last_parameters);
		if (mini_parameters_status)
			return mini_parameters_status;
		r->SupportedRevision = NDIS_TCP_CONNECTION_OFFLOAD_PARAMETERS_1;
		break;
	default:
		return NDIS_STATUS_NOT_SUPPORTED;
	}
	r->DATA.SET_INFORMATION.BytesRead = n;
	return NDIS_STATUS_SUCCESS;
}

static void pend_routine(PVOID context, NDIS_HANDLE item)
{
	NDIS_OID_REQUEST *r = context;
	(void)item;
	NdisMOidRequestComplete(mini_adapter, r, set(r));
}

static MINIPORT_OID_REQUEST oid;
static NDIS_STATUS oid(NDIS_HANDLE context, PNDIS_OID_REQUEST r)
{
	(void)context;
	if (r->RequestType != NdisRequestSetInformation)
		return NDIS_STATUS_NOT_SUPPORTED;
	if (!mini_pend_oids)
		return set(r);
	pending = r;
	NdisQueueIoWorkItem(pend_work, pend_routine, r);
	return NDIS_STATUS_PENDING;
}

static MINIPORT_CANCEL_OID_REQUEST cancel_oid;
static void cancel_oid(NDIS_HANDLE context, PVOID id)
{
	(void)context, (void)id;
}

/* ---- the data path */
static ULONG bytes_at(NET_BUFFER *nb, ULONG from, UCHAR *to, ULONG max)
{
	ULONG done = 0, skip = NET_BUFFER_CURRENT_MDL_OFFSET(nb) + from;
	for (PMDL m = NET_BUFFER_CURRENT_MDL(nb); m && done < max; m = m->Next) {
		UCHAR *va = MmGetSystemAddressForMdlSafe(m, NormalPagePriority | MdlMappingNoExecute);
		ULONG n = MmGetMdlByteCount(m);
		if (skip >= n) {
			skip -= n;
			continue;
		}
		n -= skip;
		n = n < max - done ? n : max - done;
		NdisMoveMemory(to + done, va + skip, n);
		done += n;
		skip = 0;
	}
	return done;
}

static void see(NET_BUFFER_LIST *nbl, NET_BUFFER *nb)
{
	struct seen *e = &mini_seen[(ULONG)(NdisInterlockedIncrement(&mini_seen_count) - 1) % 1024];
	NdisZeroMemory(e, sizeof *e);
	e->checksum = (ULONG_PTR)NET_BUFFER_LIST_INFO(nbl, TcpIpChecksumNetBufferListInfo);
	e->lso = (ULONG_PTR)NET_BUFFER_LIST_INFO(nbl, TcpLargeSendNetBufferListInfo);
	e->uso = (ULONG_PTR)NET_BUFFER_LIST_INFO(nbl, UdpSegmentationOffloadInfo);
	e->tag = (ULONG_PTR)NET_BUFFER_LIST_INFO(nbl, Ieee8021QNetBufferListInfo);
	e->first = nb == NET_BUFFER_LIST_FIRST_NB(nbl);
	for (NET_BUFFER *n = NET_BUFFER_LIST_FIRST_NB(nbl); n; n = NET_BUFFER_NEXT_NB(n))
		e->buffers++;
	for (PMDL m = NET_BUFFER_CURRENT_MDL(nb); m; m = m->Next)
		e->mdls++;
	e->bytes = NET_BUFFER_DATA_LENGTH(nb);
	e->offset = NET_BUFFER_DATA_OFFSET(nb);
	e->in_first = MmGetMdlByteCount(NET_BUFFER_CURRENT_MDL(nb)) - NET_BUFFER_CURRENT_MDL_OFFSET(nb);
	e->flags = NET_BUFFER_LIST_NBL_FLAGS(nbl);
	e->config = (ULONG)mini_generation;
	if (!(NET_BUFFER_CURRENT_MDL(nb)->MdlFlags & (MDL_MAPPED_TO_SYSTEM_VA | MDL_SOURCE_IS_NONPAGED_POOL)))
		mini_sent_unmapped++;
	bytes_at(nb, 0, e->head, sizeof e->head < e->bytes ? sizeof e->head : e->bytes);
}

/* A received frame like the one that was sent. */
static NET_BUFFER_LIST *copy_of(NET_BUFFER_LIST *sent, NET_BUFFER *nb)
{
	const ULONG bytes = NET_BUFFER_DATA_LENGTH(nb), part = mini_rx_mdl ? mini_rx_mdl : bytes;
	UCHAR *data = NdisAllocateMemoryWithTagPriority(mini_adapter, bytes + 64, TAG, NormalPoolPriority);
	PMDL first = NULL, last = NULL;
	NET_BUFFER_LIST *nbl;
	if (!data)
		return NULL;
	bytes_at(nb, 0, data + 16, bytes);
	for (ULONG at = 0; at < bytes; at += part) {
		const ULONG n = part < bytes - at ? part : bytes - at, lead = at ? 0 : 16;
		PMDL m = NdisAllocateMdl(mini_adapter, data + 16 + at - lead, n + lead);
		if (!m)
			return NULL;
		if (last)
			last->Next = m;
		else
			first = m;
		last = m;
	}
	nbl = NdisAllocateNetBufferAndNetBufferList(pool, 0, 0, first, 16, bytes);
	nbl->SourceHandle = mini_adapter;
	nbl->MiniportReserved[0] = data;
	NET_BUFFER_LIST_INFO(nbl, TcpIpChecksumNetBufferListInfo) = (PVOID)(ULONG_PTR)mini_rx_checksum;
	NET_BUFFER_LIST_INFO(nbl, TcpRecvSegCoalesceInfo) = (PVOID)(ULONG_PTR)mini_rx_rsc;
	NET_BUFFER_LIST_INFO(nbl, NetBufferListHashValue) = (PVOID)(ULONG_PTR)mini_rx_hash_value;
	NET_BUFFER_LIST_INFO(nbl, NetBufferListHashInfo) = (PVOID)(ULONG_PTR)mini_rx_hash_info;
	NET_BUFFER_LIST_INFO(nbl, Ieee8021QNetBufferListInfo) = NET_BUFFER_LIST_INFO(sent, Ieee8021QNetBufferListInfo);
	NdisInterlockedIncrement(&mini_rx_out);
	return nbl;
}
static void copy_drop(NET_BUFFER_LIST *nbl)
{
	for (PMDL m = NET_BUFFER_FIRST_MDL(NET_BUFFER_LIST_FIRST_NB(nbl)), next; m; m = next) {
		next = m->Next;
		NdisFreeMdl(m);
	}
	NdisFreeMemory(nbl->MiniportReserved[0], 0, 0);
	NdisFreeNetBufferList(nbl);
	NdisInterlockedDecrement(&mini_rx_out);
}

static void loop(NET_BUFFER_LIST *list)
{
	NET_BUFFER_LIST *up = NULL, **tail = &up;
	ULONG n = 0;
	if (mini_loop == 3)
		return;
	for (NET_BUFFER_LIST *nbl = list; nbl; nbl = NET_BUFFER_LIST_NEXT_NBL(nbl))
		for (NET_BUFFER *nb = NET_BUFFER_LIST_FIRST_NB(nbl); nb && mini_loop == 1; nb = NET_BUFFER_NEXT_NB(nb))
			if ((*tail = copy_of(nbl, nb))) {
				tail = &NET_BUFFER_LIST_NEXT_NBL(*tail);
				n++;
			}
	if (n)
		NdisMIndicateReceiveNetBufferLists(mini_adapter, up, NDIS_DEFAULT_PORT_NUMBER, n,
		                                   mini_rx_resources ? NDIS_RECEIVE_FLAGS_RESOURCES : 0);
	for (NET_BUFFER_LIST *nbl = mini_rx_resources ? up : NULL, *next; nbl; nbl = next) {
		next = NET_BUFFER_LIST_NEXT_NBL(nbl);
		copy_drop(nbl);
	}
	for (NET_BUFFER_LIST *nbl = list; nbl; nbl = NET_BUFFER_LIST_NEXT_NBL(nbl))
		NET_BUFFER_LIST_STATUS(nbl) = NDIS_STATUS_SUCCESS;
	NdisMSendNetBufferListsComplete(mini_adapter, list, 0);
}

static MINIPORT_SEND_NET_BUFFER_LISTS send;
static void send(NDIS_HANDLE context, PNET_BUFFER_LIST list, NDIS_PORT_NUMBER port, ULONG flags)
{
	(void)context, (void)port, (void)flags;
	if (mini_status_in_send) {
		mini_status_in_send--;
		mini_task_change(mini_task);
	}
	for (NET_BUFFER_LIST *nbl = list; nbl; nbl = NET_BUFFER_LIST_NEXT_NBL(nbl))
		for (NET_BUFFER *nb = NET_BUFFER_LIST_FIRST_NB(nbl); nb; nb = NET_BUFFER_NEXT_NB(nb))
			see(nbl, nb);
	if (mini_loop) {
		loop(list);
		return;
	}
	NdisAcquireSpinLock(&lock);
	*held_tail = list;
	for (; list; list = NET_BUFFER_LIST_NEXT_NBL(list)) {
		NET_BUFFER *nb = NET_BUFFER_LIST_FIRST_NB(list);
		PMDL m = NET_BUFFER_CURRENT_MDL(nb);
		UCHAR *va;
		mini_sent++;
		va = MmGetSystemAddressForMdlSafe(m, NormalPagePriority | MdlMappingNoExecute);
		if (va)
			mini_send_sum += va[NET_BUFFER_CURRENT_MDL_OFFSET(nb)];
		held_tail = &NET_BUFFER_LIST_NEXT_NBL(list);
	}
	NdisReleaseSpinLock(&lock);
}

static MINIPORT_RETURN_NET_BUFFER_LISTS return_lists;
static void return_lists(NDIS_HANDLE context, PNET_BUFFER_LIST list, ULONG flags)
{
	NET_BUFFER_LIST *next;
	(void)context, (void)flags;
	for (; list; list = next) {
		next = NET_BUFFER_LIST_NEXT_NBL(list);
		mini_returned++;
		if (list->MiniportReserved[0])
			copy_drop(list);
		else
			NdisFreeNetBufferList(list);
	}
}

static MINIPORT_CANCEL_SEND cancel_send;
static void cancel_send(NDIS_HANDLE context, PVOID id)
{
	(void)context, (void)id;
	mini_complete_sends(NDIS_STATUS_SEND_ABORTED);
}
static MINIPORT_DEVICE_PNP_EVENT_NOTIFY pnp;
static void pnp(NDIS_HANDLE context, PNET_DEVICE_PNP_EVENT event)
{
	(void)context, (void)event;
}
static MINIPORT_SHUTDOWN shutdown;
static void shutdown(NDIS_HANDLE context, NDIS_SHUTDOWN_ACTION action)
{
	(void)context, (void)action;
}

/* ---- chimney: each block fails, as a driver without an engine answers */
static void each(NDIS_MINIPORT_OFFLOAD_BLOCK_LIST *b)
{
	for (; b; b = b->NextBlock) {
		b->Status = NDIS_STATUS_RESOURCES;
		each(b->DependentBlockList);
	}
}
static void initiate(NDIS_HANDLE c, PNDIS_MINIPORT_OFFLOAD_BLOCK_LIST b)
{
	(void)c;
	each(b);
	NdisMInitiateOffloadComplete(mini_adapter, b);
}
static void nothing(NDIS_HANDLE c, PNDIS_MINIPORT_OFFLOAD_BLOCK_LIST b)
{
	(void)c, (void)b;
}
static NDIS_STATUS io(NDIS_HANDLE c, PVOID x, PNET_BUFFER_LIST l)
{
	(void)c, (void)x, (void)l;
	return NDIS_STATUS_NOT_SUPPORTED;
}
static NDIS_STATUS io_disconnect(NDIS_HANDLE c, PVOID x, PNET_BUFFER_LIST l, ULONG f)
{
	(void)c, (void)x, (void)l, (void)f;
	return NDIS_STATUS_NOT_SUPPORTED;
}
static NDIS_STATUS io_return(NDIS_HANDLE c, PNET_BUFFER_LIST l)
{
	(void)c, (void)l;
	return NDIS_STATUS_SUCCESS;
}

static SET_OPTIONS options;
static NDIS_STATUS options(NDIS_HANDLE handle, NDIS_HANDLE context)
{
	NDIS_PROVIDER_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS g;
	NDIS_PROVIDER_CHIMNEY_OFFLOAD_TCP_CHARACTERISTICS t;
	NDIS_STATUS status;
	(void)context;
	if (!mini_chimney)
		return NDIS_STATUS_SUCCESS;
	NdisZeroMemory(&g, sizeof g);
	g.Header.Type = NDIS_OBJECT_TYPE_PROVIDER_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS;
	g.Header.Revision = 1;
	g.Header.Size = sizeof g;
	g.InitiateOffloadHandler = initiate;
	g.TerminateOffloadHandler = nothing;
	g.UpdateOffloadHandler = nothing;
	g.InvalidateOffloadHandler = nothing;
	g.QueryOffloadHandler = nothing;
	status = NdisSetOptionalHandlers(handle, (PNDIS_DRIVER_OPTIONAL_HANDLERS)&g);
	if (status != NDIS_STATUS_SUCCESS)
		return status;
	NdisZeroMemory(&t, sizeof t);
	t.Header.Type = NDIS_OBJECT_TYPE_PROVIDER_CHIMNEY_OFFLOAD_CHARACTERISTICS;
	t.Header.Revision = 1;
	t.Header.Size = sizeof t;
	t.OffloadType = NdisTcpChimneyOffload;
	t.TcpOffloadSendHandler = io;
	t.TcpOffloadReceiveHandler = io;
	t.TcpOffloadDisconnectHandler = io_disconnect;
	t.TcpOffloadForwardHandler = io;
	t.TcpOffloadReceiveReturnHandler = io_return;
	return NdisSetOptionalHandlers(handle, (PNDIS_DRIVER_OPTIONAL_HANDLERS)&t);
}

static MINIPORT_UNLOAD unload;
static void unload(PDRIVER_OBJECT object)
{
	(void)object;
	NdisMDeregisterMiniportDriver(driver);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT object, PUNICODE_STRING path)
{
	NDIS_MINIPORT_DRIVER_CHARACTERISTICS c;
	NdisZeroMemory(&c, sizeof c);
	c.Header.Type = NDIS_OBJECT_TYPE_MINIPORT_DRIVER_CHARACTERISTICS;
	c.Header.Revision = NDIS_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_3;
	c.Header.Size = NDIS_SIZEOF_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_3;
	c.MajorNdisVersion = NDIS_MINIPORT_MAJOR_VERSION;
	c.MinorNdisVersion = NDIS_MINIPORT_MINOR_VERSION;
	c.MajorDriverVersion = 1;
	c.SetOptionsHandler = options;
	c.InitializeHandlerEx = initialize;
	c.HaltHandlerEx = halt;
	c.UnloadHandler = unload;
	c.PauseHandler = pause;
	c.RestartHandler = restart;
	c.OidRequestHandler = oid;
	c.SendNetBufferListsHandler = send;
	c.ReturnNetBufferListsHandler = return_lists;
	c.CancelSendHandler = cancel_send;
	c.DevicePnPEventNotifyHandler = pnp;
	c.ShutdownHandlerEx = shutdown;
	c.CancelOidRequestHandler = cancel_oid;
	return NdisMRegisterMiniportDriver(object, path, NULL, &c, &driver);
}
