/*
 * A source in the style of a real miniport that uses each family of macros and inline functions once. It is compiled (never run) for
 * several NDIS versions with warnings as errors: a macro that no table describes is at least proved to expand to C.
 */
#include <initguid.h>
#include <ndis.h>
#include <ndischimney.h>

struct adapter {
	LIST_ENTRY Link;
	NDIS_SPIN_LOCK Lock;
	SLIST_HEADER Free;
	NPAGED_LOOKASIDE_LIST Lookaside;
	LOOKASIDE_LIST_EX LookasideEx;
	FAST_MUTEX Mutex;
	WORK_QUEUE_ITEM Item;
	IO_REMOVE_LOCK RemoveLock;
	KSPIN_LOCK Spin;
	RTL_BITMAP Map;
	LONG Count;
	LONG64 Big;
	LARGE_INTEGER Large;
	PVOID Pointer;
	ULONG Register;
	USHORT Half;
	UCHAR Byte;
	NDIS_STRING Name;
	ANSI_STRING Ansi;
};

DRIVER_INITIALIZE DriverEntry;
static MINIPORT_INITIALIZE Initialize;
static MINIPORT_INTERRUPT_DPC Dpc;
static MINIPORT_ISR Isr;
static KDEFERRED_ROUTINE Deferred;
static WORKER_THREAD_ROUTINE Work;
static IO_COMPLETION_ROUTINE Complete;

DECLARE_CONST_UNICODE_STRING(ConstName, L"FlueTest");
DECLARE_GLOBAL_CONST_UNICODE_STRING(GlobalName, L"Global");
static const NDIS_STRING NdisName = NDIS_STRING_CONST("Ndis");
static OBJECT_ATTRIBUTES Static = RTL_CONSTANT_OBJECT_ATTRIBUTES(&ConstName, OBJ_KERNEL_HANDLE);
C_ASSERT(FIELD_OFFSET(struct adapter, Link) == 0);

DEFINE_GUID(TestGuid, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
NDIS_DECLARE_MINIPORT_ADAPTER_CONTEXT(struct adapter)

_Use_decl_annotations_ static NDIS_STATUS Initialize(NDIS_HANDLE Handle, NDIS_HANDLE Context, PNDIS_MINIPORT_INIT_PARAMETERS Parameters)
{
	NDIS_MINIPORT_ADAPTER_ATTRIBUTES Attributes;
	NDIS_OFFLOAD Offload;
	UNREFERENCED_PARAMETER(Context);
	UNREFERENCED_PARAMETER(Parameters);
	NdisZeroMemory(&Attributes, sizeof(Attributes));
	NdisZeroMemory(&Offload, sizeof(Offload));
	Offload.Header.Type = NDIS_OBJECT_TYPE_OFFLOAD;
	Offload.Header.Revision = NDIS_OFFLOAD_REVISION_1;
	Offload.Header.Size = NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_1;
	Attributes.OffloadAttributes.Header.Type = NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES;
	Attributes.OffloadAttributes.Header.Size = NDIS_SIZEOF_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES_REVISION_1;
	Attributes.OffloadAttributes.DefaultOffloadConfiguration = &Offload;
	return NdisMSetMiniportAttributes(Handle, &Attributes);
}

#if NDIS_SUPPORT_NDIS620
static VOID Dpc(NDIS_HANDLE Context, PVOID DpcContext, PVOID ReceiveThrottleParameters, PVOID NdisReserved2)
#else
static VOID Dpc(NDIS_HANDLE Context, PVOID DpcContext, PULONG ReceiveThrottleParameters, PULONG NdisReserved2)
#endif
{
	UNREFERENCED_PARAMETER(Context);
	UNREFERENCED_PARAMETER(DpcContext);
	UNREFERENCED_PARAMETER(ReceiveThrottleParameters);
	UNREFERENCED_PARAMETER(NdisReserved2);
}
static BOOLEAN Isr(NDIS_HANDLE Context, PBOOLEAN Queue, PULONG Targets)
{
	UNREFERENCED_PARAMETER(Context);
	*Queue = TRUE;
	*Targets = 0;
	return TRUE;
}
static VOID Deferred(struct _KDPC *Timer, PVOID Context, PVOID Argument1, PVOID Argument2)
{
	UNREFERENCED_PARAMETER(Timer);
	UNREFERENCED_PARAMETER(Context);
	UNREFERENCED_PARAMETER(Argument1);
	UNREFERENCED_PARAMETER(Argument2);
}
static VOID Work(PVOID Parameter)
{
	UNREFERENCED_PARAMETER(Parameter);
}
static NTSTATUS Complete(PDEVICE_OBJECT Device, PIRP Irp, PVOID Context)
{
	UNREFERENCED_PARAMETER(Device);
	UNREFERENCED_PARAMETER(Context);
	return Irp->PendingReturned ? STATUS_MORE_PROCESSING_REQUIRED : STATUS_SUCCESS;
}

static VOID Lists(struct adapter *A, LIST_ENTRY *E)
{
	NdisInitializeListHead(&A->Link);
	InsertHeadList(&A->Link, E);
	InsertTailList(&A->Link, E);
	RemoveEntryList(E);
	(void)RemoveHeadList(&A->Link);
	(void)IsListEmpty(&A->Link);
	NdisInterlockedInsertTailList(&A->Link, E, &A->Lock);
	NdisInterlockedRemoveHeadList(&A->Link, &A->Lock);
	NdisInitializeSListHead(&A->Free);
	NdisInterlockedPushEntrySList(&A->Free, (PSLIST_ENTRY)E, &A->Lock);
	NdisInterlockedPopEntrySList(&A->Free, &A->Lock);
	InterlockedFlushSList(&A->Free);
	(void)QueryDepthSList(&A->Free);
	NdisInitializeNPagedLookasideList(&A->Lookaside, NULL, NULL, 0, 64, 'eulF', 0);
	NdisFreeToNPagedLookasideList(&A->Lookaside, NdisAllocateFromNPagedLookasideList(&A->Lookaside));
	ExFreeToLookasideListEx(&A->LookasideEx, ExAllocateFromLookasideListEx(&A->LookasideEx));
	NdisDeleteNPagedLookasideList(&A->Lookaside);
}

static VOID Locks(struct adapter *A)
{
	KIRQL Irql;
	KLOCK_QUEUE_HANDLE Queue;
	NdisAllocateSpinLock(&A->Lock);
	NdisAcquireSpinLock(&A->Lock);
	NdisReleaseSpinLock(&A->Lock);
	NdisDprAcquireSpinLock(&A->Lock);
	NdisDprReleaseSpinLock(&A->Lock);
	NdisFreeSpinLock(&A->Lock);
	KeInitializeSpinLock(&A->Spin);
	KeAcquireSpinLock(&A->Spin, &Irql);
	KeReleaseSpinLock(&A->Spin, Irql);
	KeAcquireInStackQueuedSpinLock(&A->Spin, &Queue);
	KeReleaseInStackQueuedSpinLock(&Queue);
	NDIS_RAISE_IRQL_TO_DISPATCH(&Irql);
	NDIS_LOWER_IRQL(Irql, DISPATCH_LEVEL);
	KeRaiseIrql(DISPATCH_LEVEL, &Irql);
	KeLowerIrql(Irql);
	Irql = KeRaiseIrqlToDpcLevel();
	KeLowerIrql(Irql);
	ExInitializeFastMutex(&A->Mutex);
	ExInitializeWorkItem(&A->Item, Work, A);
	IoInitializeRemoveLock(&A->RemoveLock, 'eulF', 0, 0);
	(void)IoAcquireRemoveLock(&A->RemoveLock, A);
	IoReleaseRemoveLock(&A->RemoveLock, A);
	NdisInterlockedIncrement(&A->Count);
	NdisInterlockedDecrement(&A->Count);
	NdisInterlockedAddLargeStatistic(&A->Large, 5);
	InterlockedCompareExchangePointer(&A->Pointer, A, NULL);
	InterlockedExchangeAdd64(&A->Big, 2);
	RtlInterlockedSetBits((PULONG)&A->Count, 4);
	MemoryBarrier();
	KeMemoryBarrier();
	YieldProcessor();
	(void)ReadAcquire(&A->Count);
	WriteRelease(&A->Count, 1);
}

static ULONG Hardware(struct adapter *A)
{
	ULONG Value = 0;
	UCHAR Buffer[8] = {0};
	NdisReadRegisterUlong(&A->Register, &Value);
	NdisWriteRegisterUlong(&A->Register, Value);
	NdisReadRegisterUshort(&A->Half, &A->Half);
	NdisWriteRegisterUchar(&A->Byte, 1);
	NdisRawReadPortUchar(0x300, &A->Byte);
	NdisRawWritePortUlong(0x304, Value);
	NdisRawReadPortBufferUshort(0x308, Buffer, 4);
	READ_REGISTER_BUFFER_UCHAR(&A->Byte, Buffer, 8);
	WRITE_REGISTER_ULONG64((PULONG64)&A->Big, 1);
	NdisStallExecution(1);
	NdisMoveToMappedMemory(Buffer, &Value, 4);
	NdisMoveMemory(Buffer, &Value, 4);
	NdisFillMemory(Buffer, 8, 0xff);
	return Value + (ULONG)NdisEqualMemory(Buffer, &Value, 4) + RtlUlongByteSwap(Value) + (ULONG)ReadTimeStampCounter();
}

static VOID Text(struct adapter *A)
{
	OBJECT_ATTRIBUTES Object;
	LARGE_INTEGER Now;
	NdisInitUnicodeString(&A->Name, L"Name");
	NdisInitAnsiString(&A->Ansi, "Name");
	(void)NdisAnsiStringToUnicodeString(&A->Name, &A->Ansi);
	(void)NdisEqualString(&A->Name, &NdisName, TRUE);
	InitializeObjectAttributes(&Object, &A->Name, OBJ_CASE_INSENSITIVE | OBJ_KERNEL_HANDLE, NULL, NULL);
	RtlInitEmptyUnicodeString(&A->Name, NULL, 0);
	(void)NT_SUCCESS(ZwClose(Static.RootDirectory));
	NdisGetCurrentSystemTime(&Now);
	KeQueryTickCount(&Now);
	DbgPrintEx(DPFLTR_IHVNETWORK_ID, DPFLTR_INFO_LEVEL, "%wZ %I64d %u\n", &ConstName, Now.QuadPart + (LONG64)KeQueryInterruptTime(),
	           GlobalName.Length);
	KdPrint(("only in checked builds: %p\n", A));
	NdisFreeString(A->Name);
	NdisWriteErrorLogEntry(NULL, NDIS_ERROR_CODE_ADAPTER_NOT_FOUND, 1, 5);
}

static VOID Packets(PNET_BUFFER_LIST Nbl, PMDL Mdl)
{
	PNET_BUFFER Nb = NET_BUFFER_LIST_FIRST_NB(Nbl);
	NDIS_TCP_IP_CHECKSUM_NET_BUFFER_LIST_INFO Checksum;
	UINT Length;
	PVOID Va;
	ULONG Pages, Flags = 0;
	Checksum.Value = NET_BUFFER_LIST_INFO(Nbl, TcpIpChecksumNetBufferListInfo);
	if (Checksum.Transmit.IsIPv4 && Checksum.Transmit.TcpChecksum)
		Flags |= NDIS_SEND_FLAGS_CHECK_FOR_LOOPBACK;
	NDIS_SET_SEND_FLAG(Flags, NDIS_SEND_FLAGS_DISPATCH_LEVEL);
	if (NDIS_TEST_SEND_AT_DISPATCH_LEVEL(Flags))
		NDIS_CLEAR_SEND_FLAG(Flags, NDIS_SEND_FLAGS_DISPATCH_LEVEL);
	NdisQueryMdl(Mdl, &Va, &Length, NormalPagePriority);
	NdisGetNextMdl(Mdl, &Mdl);
	NdisGetMdlPhysicalArraySize(Mdl, &Pages);
	NdisAdjustMdlLength(Mdl, Length);
	NET_BUFFER_DATA_OFFSET(Nb) += 14;
	NET_BUFFER_LIST_STATUS(Nbl) = NDIS_STATUS_SUCCESS;
	NET_BUFFER_LIST_NEXT_NBL(Nbl) = NULL;
	NET_BUFFER_LIST_SET_HASH_VALUE(Nbl, Pages);
	NDIS_SET_NET_BUFFER_LIST_CANCEL_ID(Nbl, Va);
#if NDIS_SUPPORT_NDIS620
	NET_BUFFER_LIST_RECEIVE_QUEUE_ID(Nbl) = 1;
	(void)NET_BUFFER_SCATTER_GATHER_LIST(Nb);
#endif
#if NDIS_SUPPORT_NDIS630
	NET_BUFFER_LIST_COALESCED_SEG_COUNT(Nbl) = 2;
	NDIS_SET_NET_BUFFER_LIST_VIRTUAL_SUBNET_ID(Nbl, 5);
	(void)NET_BUFFER_LIST_SWITCH_FORWARDING_DETAIL(Nbl)->SourcePortId;
#endif
#if NDIS_SUPPORT_NDIS650
	NDIS_SET_NET_BUFFER_LIST_GFT_OFFLOAD_FLAGS(Nbl, 1);
#endif
#if NDIS_SUPPORT_NDIS683
	NDIS_UDP_SEGMENTATION_OFFLOAD_NET_BUFFER_LIST_INFO Uso;
	Uso.Value = NET_BUFFER_LIST_INFO(Nbl, UdpSegmentationOffloadInfo);
	Uso.Transmit.IPVersion = NDIS_UDP_SEGMENTATION_OFFLOAD_IPV6;
#endif
#if NDIS_SUPPORT_NDIS689
	NET_BUFFER_LIST_UDP_COALESCED_SEG_SIZE(Nbl) = 1200;
	(void)NET_BUFFER_LIST_IS_URO_SET(Nbl);
#endif
}

static NTSTATUS Requests(PDEVICE_OBJECT Device, PIRP Irp)
{
	PIO_STACK_LOCATION Stack = IoGetCurrentIrpStackLocation(Irp);
	if (IoGetFunctionCodeFromCtlCode(Stack->Parameters.DeviceIoControl.IoControlCode) == 0x800) {
		Irp->IoStatus.Status = STATUS_SUCCESS;
		IoCompleteRequest(Irp, IO_NO_INCREMENT);
		return STATUS_SUCCESS;
	}
	IoCopyCurrentIrpStackLocationToNext(Irp);
	IoSetCompletionRoutine(Irp, Complete, NULL, TRUE, TRUE, TRUE);
	(void)IoSetCancelRoutine(Irp, NULL);
	IoInitializeDpcRequest(Device, (PIO_DPC_ROUTINE)(PVOID)Deferred);
	IoRequestDpc(Device, Irp, NULL);
	ObReferenceObject(Device);
	ObDereferenceObject(Device);
	return IoCallDriver(Device, Irp);
}

static NTSTATUS Probe(PMDL Mdl)
{
	__try {
		MmProbeAndLockPages(Mdl, UserMode, IoReadAccess);
	} __except (EXCEPTION_EXECUTE_HANDLER) {
		return STATUS_ACCESS_VIOLATION;
	}
	return MmGetSystemAddressForMdlSafe(Mdl, NormalPagePriority | MdlMappingNoExecute) ? STATUS_SUCCESS : STATUS_INSUFFICIENT_RESOURCES;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
	NDIS_MINIPORT_DRIVER_CHARACTERISTICS C;
	NDIS_HANDLE Handle;
	struct adapter *A = ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(*A), 'eulF');
	PAGED_CODE();
	ASSERT(DriverObject != NULL);
	NT_ASSERT(RegistryPath != NULL);
	ExInitializeDriverRuntime(DrvRtPoolNxOptIn);
	Lists(A, &A->Link);
	Locks(A);
	Text(A);
	NdisZeroMemory(&C, sizeof(C));
	C.MajorNdisVersion = NDIS_MINIPORT_MAJOR_VERSION;
	C.MinorNdisVersion = NDIS_MINIPORT_MINOR_VERSION;
	C.InitializeHandlerEx = Initialize;
	C.Header.Size = (USHORT)(NDIS_API_VERSION_AVAILABLE(6, 30) ? Hardware(A) : 0);
	if (RtlCheckBit(&A->Map, 3) || IsEqualGUID(&TestGuid, &TestGuid))
		Packets(A->Pointer, A->Pointer);
	if ((PVOID)Dpc != (PVOID)Isr && NT_SUCCESS(Requests(A->Pointer, A->Pointer)) && NT_SUCCESS(Probe(A->Pointer)))
		ExFreePoolWithTag(A, 'eulF');
#if NDIS_SUPPORT_NDIS684
	A = ExAllocatePool2(POOL_FLAG_NON_PAGED | POOL_FLAG_CACHE_ALIGNED, sizeof(*A), 'eulF');
	A = ExAllocatePoolZero(NonPagedPoolNx, sizeof(*A), 'eulF');
#endif
#if NDIS_SUPPORT_NDIS685
	NDIS_POLL_CHARACTERISTICS Poll = {0};
	NDIS_POLL_HANDLE PollHandle;
	Poll.Header.Size = NDIS_SIZEOF_NDIS_POLL_CHARACTERISTICS_REVISION_1;
	if (NdisRegisterPoll(NULL, A, &Poll, &PollHandle) == NDIS_STATUS_SUCCESS)
		NdisRequestPoll(PollHandle, NULL);
#endif
	return NdisMRegisterMiniportDriver(DriverObject, RegistryPath, NULL, &C, &Handle);
}
