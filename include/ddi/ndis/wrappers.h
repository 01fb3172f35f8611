/*
 * ndis/wrappers.h: NDIS names that are thin covers of kernel ones: spin locks, lists, memory, strings, registers, ports, MDLs.
 * learn.microsoft.com/windows-hardware/drivers/ddi/ndis/ (one page per name)
 */
#ifndef FLUE_DDI_NDIS_WRAPPERS_H
#define FLUE_DDI_NDIS_WRAPPERS_H

/* Spin locks: NdisAcquireSpinLock raises to DISPATCH_LEVEL and keeps the old IRQL in the lock; the Dpr forms are for callers already there. */
DDI_INLINE void NdisAllocateSpinLock(PNDIS_SPIN_LOCK SpinLock) { KeInitializeSpinLock(&SpinLock->SpinLock); }
DDI_INLINE void NdisFreeSpinLock(PNDIS_SPIN_LOCK SpinLock) { (void)SpinLock; }
#define NdisAcquireSpinLock(_SpinLock) KeAcquireSpinLock(&(_SpinLock)->SpinLock, &(_SpinLock)->OldIrql)
#define NdisReleaseSpinLock(_SpinLock) KeReleaseSpinLock(&(_SpinLock)->SpinLock, (_SpinLock)->OldIrql)
#define NdisDprAcquireSpinLock(_SpinLock) KeAcquireSpinLockAtDpcLevel(&(_SpinLock)->SpinLock)
#define NdisDprReleaseSpinLock(_SpinLock) KeReleaseSpinLockFromDpcLevel(&(_SpinLock)->SpinLock)
#define NDIS_INIT_MUTEX(_M_) KeInitializeMutex((_M_), 0xFFFF)
#define NDIS_WAIT_FOR_MUTEX(_M_) KeWaitForSingleObject((_M_), Executive, KernelMode, FALSE, NULL)
#define NDIS_RELEASE_MUTEX(_M_) KeReleaseMutex((_M_), FALSE)
#define NDIS_CURRENT_IRQL() KeGetCurrentIrql()
#define NDIS_RAISE_IRQL_TO_DISPATCH(_pIrql_) KeRaiseIrql(DISPATCH_LEVEL, (_pIrql_))
#define NDIS_LOWER_IRQL(_OldIrql_, _CurIrql_)                                                                                                     \
    do {                                                                                                                                          \
        if ((_OldIrql_) != (_CurIrql_))                                                                                                           \
            KeLowerIrql(_OldIrql_);                                                                                                               \
    } while (0)
#if NDIS_SUPPORT_NDIS620
#if FLUE_DDI_DRIVER
DDI_INLINE ULONG NdisCurrentProcessorIndex(void) { return KeGetCurrentProcessorIndex(); }
#else
NDISSYSAPI ULONG NTAPI NdisCurrentProcessorIndex(void);
#endif
#endif

/* Look-aside lists. Before NDIS 6.30 systems a zero Depth is the only value allowed; it is reserved everywhere. */
DDI_INLINE void NdisInitializeNPagedLookasideList(PNPAGED_LOOKASIDE_LIST Lookaside, PALLOCATE_FUNCTION Allocate, PFREE_FUNCTION Free, ULONG Flags, SIZE_T Size,
                                                   ULONG Tag, USHORT Depth)
{
    ExInitializeNPagedLookasideList(Lookaside, Allocate, Free, NdisGetVersion() < 0x0006001E ? 0 : Flags, Size, Tag, Depth);
}
#define NdisDeleteNPagedLookasideList(_L) ExDeleteNPagedLookasideList(_L)
#define NdisAllocateFromNPagedLookasideList(_L) ExAllocateFromNPagedLookasideList(_L)
#define NdisFreeToNPagedLookasideList(_L, _E) ExFreeToNPagedLookasideList((_L), (_E))

/* Lists. */
#define NdisInitializeListHead(_ListHead) InitializeListHead(_ListHead)
#define NdisInterlockedInsertHeadList(_ListHead, _ListEntry, _SpinLock) ExInterlockedInsertHeadList((_ListHead), (_ListEntry), &(_SpinLock)->SpinLock)
#define NdisInterlockedInsertTailList(_ListHead, _ListEntry, _SpinLock) ExInterlockedInsertTailList((_ListHead), (_ListEntry), &(_SpinLock)->SpinLock)
#define NdisInterlockedRemoveHeadList(_ListHead, _SpinLock) ExInterlockedRemoveHeadList((_ListHead), &(_SpinLock)->SpinLock)
#define NdisInterlockedPushEntryList(ListHead, ListEntry, Lock) ExInterlockedPushEntryList(ListHead, ListEntry, &(Lock)->SpinLock)
#define NdisInterlockedPopEntryList(ListHead, Lock) ExInterlockedPopEntryList(ListHead, &(Lock)->SpinLock)
#define NdisInitializeSListHead(SListHead) ExInitializeSListHead(SListHead)
#define NdisInterlockedPushEntrySList(SListHead, SListEntry, Lock) ExInterlockedPushEntrySList(SListHead, SListEntry, &(Lock)->SpinLock)
#define NdisInterlockedPopEntrySList(SListHead, Lock) ExInterlockedPopEntrySList(SListHead, &(Lock)->SpinLock)
#define NdisInterlockedFlushSList(SListHead) ExInterlockedFlushSList(SListHead)
#define NdisQueryDepthSList(SListHead) ExQueryDepthSList(SListHead)
#define NdisInterlockedIncrement(Addend) InterlockedIncrement(Addend)
#define NdisInterlockedDecrement(Addend) InterlockedDecrement(Addend)
#define NdisInterlockedAddUlong(_Addend, _Increment, _SpinLock) ExInterlockedAddUlong((_Addend), (_Increment), &(_SpinLock)->SpinLock)
#define NdisInterlockedAddLargeStatistic(_Addend, _Increment) ExInterlockedAddLargeStatistic((_Addend), (ULONG)(_Increment))

/* Memory. */
#define NdisMoveMemory(Destination, Source, Length) RtlCopyMemory(Destination, Source, Length)
#define NdisZeroMemory(Destination, Length) RtlZeroMemory(Destination, Length)
#define NdisFillMemory(Destination, Length, Fill) RtlFillMemory(Destination, Length, Fill)
#define NdisEqualMemory(Source1, Source2, Length) RtlEqualMemory(Source1, Source2, Length)
#define NdisMoveMappedMemory(Destination, Source, Length) RtlCopyMemory(Destination, Source, Length)
#define NdisMoveFromMappedMemory(Destination, Source, Length) NdisMoveMappedMemory((Destination), (Source), (Length))
#define NdisMoveToMappedMemory(Destination, Source, Length) NdisMoveMappedMemory((Destination), (Source), (Length))
#define NdisZeroMappedMemory(Destination, Length) RtlZeroMemory(Destination, Length)
#define NdisCopyLookaheadData(_Destination, _Source, _Length, _MacOptions) RtlCopyMemory(_Destination, _Source, _Length)
#define NdisCreateLookaheadBufferFromSharedMemory(_S, _L, _B) ((*(_B)) = (_S))
#define NdisDestroyLookaheadBufferFromSharedMemory(_B)
#define NdisRetrieveUlong(Destination, Source) RtlRetrieveUlong(Destination, Source)
#define NdisStoreUlong(Destination, Value) RtlStoreUlong(Destination, Value)
#define NdisGetPhysicalAddressHigh(_PhysicalAddress) ((_PhysicalAddress).HighPart)
#define NdisGetPhysicalAddressLow(_PhysicalAddress) ((_PhysicalAddress).LowPart)
#define NdisSetPhysicalAddressHigh(_PhysicalAddress, _Value) ((_PhysicalAddress).HighPart = (_Value))
#define NdisSetPhysicalAddressLow(_PhysicalAddress, _Value) ((_PhysicalAddress).LowPart = (_Value))
#define NDIS_PHYSICAL_ADDRESS_CONST(_Low, _High) {{(ULONG)(_Low), (LONG)(_High)}}
#define NDIS_STRING_CONST(x) {sizeof(L##x) - 2, sizeof(L##x), (PWSTR)L##x}
#define AFFINITY_MASK(n) ((ULONG_PTR)1 << (n))

/* Strings. */
#define NdisInitAnsiString(_as, s) RtlInitString((_as), (s))
#define NdisInitUnicodeString(_us, s) RtlInitUnicodeString((_us), (s))
#define NdisAnsiStringToUnicodeString(_us, _as) RtlAnsiStringToUnicodeString((_us), (_as), FALSE)
#define NdisUnicodeStringToAnsiString(_as, _us) RtlUnicodeStringToAnsiString((_as), (_us), FALSE)
#define NdisUpcaseUnicodeString(_d, _s) RtlUpcaseUnicodeString((_d), (_s), FALSE)
#define NdisEqualString(_String1, _String2, _CaseInsensitive) RtlEqualUnicodeString((_String1), (_String2), (_CaseInsensitive))
#define NdisEqualUnicodeString(_String1, _String2, _CaseInsensitive) RtlEqualUnicodeString((_String1), (_String2), (_CaseInsensitive))
#define NdisFreeString(String) NdisFreeMemory((String).Buffer, (String).MaximumLength, 0)
#define NdisPrintString(String) DbgPrint("%ls", (String).Buffer)

/* Time. */
#define NdisGetCurrentSystemTime(_pSystemTime) KeQuerySystemTime(_pSystemTime)
#define NdisStallExecution(MicroSecondsToStall) KeStallExecutionProcessor(MicroSecondsToStall)
#define NdisMSetTimer(_Timer, _Delay) NdisSetTimer((PNDIS_TIMER)(_Timer), _Delay)

/* Device registers and ports. */
#define NdisReadRegisterUchar(Register, Data) (*(Data) = READ_REGISTER_UCHAR((PUCHAR)(Register)))
#define NdisReadRegisterUshort(Register, Data) (*(Data) = READ_REGISTER_USHORT((PUSHORT)(Register)))
#define NdisReadRegisterUlong(Register, Data) (*(Data) = READ_REGISTER_ULONG((PULONG)(Register)))
#define NdisWriteRegisterUchar(Register, Data) WRITE_REGISTER_UCHAR((PUCHAR)(Register), (Data))
#define NdisWriteRegisterUshort(Register, Data) WRITE_REGISTER_USHORT((PUSHORT)(Register), (Data))
#define NdisWriteRegisterUlong(Register, Data) WRITE_REGISTER_ULONG((PULONG)(Register), (Data))
#define NdisRawReadPortUchar(Port, Data) (*(Data) = READ_PORT_UCHAR((PUCHAR)(Port)))
#define NdisRawReadPortUshort(Port, Data) (*(Data) = READ_PORT_USHORT((PUSHORT)(Port)))
#define NdisRawReadPortUlong(Port, Data) (*(Data) = READ_PORT_ULONG((PULONG)(Port)))
#define NdisRawWritePortUchar(Port, Data) WRITE_PORT_UCHAR((PUCHAR)(Port), (UCHAR)(Data))
#define NdisRawWritePortUshort(Port, Data) WRITE_PORT_USHORT((PUSHORT)(Port), (USHORT)(Data))
#define NdisRawWritePortUlong(Port, Data) WRITE_PORT_ULONG((PULONG)(Port), (ULONG)(Data))
#define NdisRawReadPortBufferUchar(Port, Buffer, Length) READ_PORT_BUFFER_UCHAR((PUCHAR)(Port), (PUCHAR)(Buffer), (Length))
#define NdisRawReadPortBufferUshort(Port, Buffer, Length) READ_PORT_BUFFER_USHORT((PUSHORT)(Port), (PUSHORT)(Buffer), (Length))
#define NdisRawReadPortBufferUlong(Port, Buffer, Length) READ_PORT_BUFFER_ULONG((PULONG)(Port), (PULONG)(Buffer), (Length))
#define NdisRawWritePortBufferUchar(Port, Buffer, Length) WRITE_PORT_BUFFER_UCHAR((PUCHAR)(Port), (PUCHAR)(Buffer), (Length))
#define NdisRawWritePortBufferUshort(Port, Buffer, Length) WRITE_PORT_BUFFER_USHORT((PUSHORT)(Port), (PUSHORT)(Buffer), (Length))
#define NdisRawWritePortBufferUlong(Port, Buffer, Length) WRITE_PORT_BUFFER_ULONG((PULONG)(Port), (PULONG)(Buffer), (Length))

/* MDLs. NdisQueryMdl maps when needed; _VirtualAddress may be NULL, and receives NULL when mapping fails. */
#define NDIS_MDL_LINKAGE(_Mdl) ((_Mdl)->Next)
#define NdisGetNextMdl(_CurrentMdl, _NextMdl) (*(_NextMdl) = (_CurrentMdl)->Next)
#define NdisAdjustMdlLength(_Mdl, _Length) ((_Mdl)->ByteCount = (_Length))
#define NDIS_MDL_TO_SPAN_PAGES(_Mdl)                                                                                                              \
    (MmGetMdlByteCount(_Mdl) == 0 ? 1 : ADDRESS_AND_SIZE_TO_SPAN_PAGES(MmGetMdlVirtualAddress(_Mdl), MmGetMdlByteCount(_Mdl)))
#define NdisGetMdlPhysicalArraySize(_Mdl, _ArraySize) (*(_ArraySize) = NDIS_MDL_TO_SPAN_PAGES(_Mdl))
#define NdisQueryMdl(_Mdl, _VirtualAddress, _Length, _Priority)                                                                                   \
    do {                                                                                                                                          \
        if (ARGUMENT_PRESENT(_VirtualAddress))                                                                                                    \
            *(PVOID *)(_VirtualAddress) = MmGetSystemAddressForMdlSafe((_Mdl), (_Priority));                                                      \
        *(_Length) = MmGetMdlByteCount(_Mdl);                                                                                                     \
    } while (0)
#define NdisQueryMdlOffset(_Mdl, _Offset, _Length) (*(_Offset) = MmGetMdlByteOffset(_Mdl), *(_Length) = MmGetMdlByteCount(_Mdl))
/* The same under the NDIS 5 word for an MDL. */
#define NDIS_BUFFER_LINKAGE(Buffer) ((Buffer)->Next)
#define NDIS_BUFFER_TO_SPAN_PAGES(_Buffer) NDIS_MDL_TO_SPAN_PAGES(_Buffer)
#define NdisGetBufferPhysicalArraySize(Buffer, ArraySize) (*(ArraySize) = NDIS_BUFFER_TO_SPAN_PAGES(Buffer))
#define NdisGetNextBuffer(CurrentBuffer, NextBuffer) (*(NextBuffer) = (CurrentBuffer)->Next)
#define NdisAdjustBufferLength(Buffer, Length) ((Buffer)->ByteCount = (Length))
#define NdisBufferLength(Buffer) MmGetMdlByteCount(Buffer)
#define NdisBufferVirtualAddress(_Buffer) MmGetSystemAddressForMdl(_Buffer)
#define NdisBufferVirtualAddressSafe(_Buffer, _Priority) MmGetSystemAddressForMdlSafe((_Buffer), (_Priority))
#define NdisQueryBufferSafe(_Buffer, _VirtualAddress, _Length, _Priority) NdisQueryMdl(_Buffer, _VirtualAddress, _Length, _Priority)
#define NdisQueryBufferOffset(_Buffer, _Offset, _Length) NdisQueryMdlOffset(_Buffer, _Offset, _Length)
#define NdisFlushBuffer(Buffer, WriteToDevice) KeFlushIoBuffers((Buffer), !(WriteToDevice), TRUE)
#define NdisFreeBuffer(Buffer) IoFreeMdl(Buffer)

/* Code sections, and the version question of drivers built for many. */
#define NDIS_INIT_FUNCTION(_F)
#define NDIS_PAGABLE_FUNCTION(_F)
#define NDIS_PAGEABLE_FUNCTION(_F)
#define NDIS_API_VERSION_AVAILABLE(major, minor) (NdisGetVersion() >= (((major) << 16) | (minor)))

/* Status indication flags. */
#define NDIS_STATUS_INDICATION_SET_FLAG(_StatusIndication, _F) ((_StatusIndication)->Flags |= (_F))
#define NDIS_STATUS_INDICATION_CLEAR_FLAG(_StatusIndication, _F) ((_StatusIndication)->Flags &= ~(_F))
#define NDIS_STATUS_INDICATION_TEST_FLAG(_StatusIndication, _F) (((_StatusIndication)->Flags & (_F)) != 0)

/* Context declarations are for static analysis only. */
#define DECLARE_NDIS_HANDLE(handle) DECLARE_HANDLE(handle)
#define NDIS_DECLARE_CONTEXT_INNER(datatype, purpose)
#define NDIS_DECLARE_MINIPORT_DRIVER_CONTEXT(type)
#define NDIS_DECLARE_MINIPORT_ADAPTER_CONTEXT(type)
#define NDIS_DECLARE_MINIPORT_ADDDEVICE_CONTEXT(type)
#define NDIS_DECLARE_MINIPORT_INTERRUPT_CONTEXT(type)
#define NDIS_DECLARE_MINIPORT_SGLIST_CONTEXT(type)
#define NDIS_DECLARE_MINIPORT_SHARED_DMA_ASYNC_CONTEXT(type)
#define NDIS_DECLARE_PROTOCOL_DRIVER_CONTEXT(type)
#define NDIS_DECLARE_PROTOCOL_OPEN_CONTEXT(type)
#define NDIS_DECLARE_FILTER_DRIVER_CONTEXT(type)
#define NDIS_DECLARE_FILTER_MODULE_CONTEXT(type)
#define NDIS_DECLARE_SHARED_MEMORY_ALLOCATION_CONTEXT(type)
#define NDIS_DECLARE_SHARED_MEMORY_PROVIDER_CONTEXT(type)
#define NDIS_DECLARE_CO_CL_AF_CONTEXT(type)
#define NDIS_DECLARE_CO_CL_VC_CONTEXT(type)
#define NDIS_DECLARE_CO_CM_AF_CONTEXT(type)
#define NDIS_DECLARE_CO_CM_VC_CONTEXT(type)
#define NDIS_DECLARE_CO_MINIPORT_VC_CONTEXT(type)

/* Connection-oriented call managers inside a miniport (MCM) use the call manager functions. */
#define NdisMCmOpenAddressFamilyComplete(_S_, _H_, _C_) NdisCmOpenAddressFamilyComplete(_S_, _H_, _C_)
#define NdisMCmCloseAddressFamilyComplete(_S_, _H_) NdisCmCloseAddressFamilyComplete(_S_, _H_)
#define NdisMCmNotifyCloseAddressFamily(_AH_) NdisCmNotifyCloseAddressFamily(_AH_)
#define NdisMCmRegisterSapComplete(_S_, _H_, _C_) NdisCmRegisterSapComplete(_S_, _H_, _C_)
#define NdisMCmDeregisterSapComplete(_S_, _H_) NdisCmDeregisterSapComplete(_S_, _H_)
#define NdisMCmMakeCallComplete(_S_, _VH_, _PH_, _CC_, _CP_) NdisCmMakeCallComplete(_S_, _VH_, _PH_, _CC_, _CP_)
#define NdisMCmCloseCallComplete(_S_, _VH_, _PH_) NdisCmCloseCallComplete(_S_, _VH_, _PH_)
#define NdisMCmAddPartyComplete(_S_, _H_, _C_, _P_) NdisCmAddPartyComplete(_S_, _H_, _C_, _P_)
#define NdisMCmDropPartyComplete(_S_, _H_) NdisCmDropPartyComplete(_S_, _H_)
#define NdisMCmDispatchIncomingCall(_SH_, _VH_, _CP_) NdisCmDispatchIncomingCall(_SH_, _VH_, _CP_)
#define NdisMCmDispatchCallConnected(_H_) NdisCmDispatchCallConnected(_H_)
#define NdisMCmModifyCallQoSComplete(_S_, _H_, _P_) NdisCmModifyCallQoSComplete(_S_, _H_, _P_)
#define NdisMCmDispatchIncomingCallQoSChange(_H_, _P_) NdisCmDispatchIncomingCallQoSChange(_H_, _P_)
#define NdisMCmDispatchIncomingCloseCall(_S_, _H_, _B_, _Z_) NdisCmDispatchIncomingCloseCall(_S_, _H_, _B_, _Z_)
#define NdisMCmDispatchIncomingDropParty(_S_, _H_, _B_, _Z_) NdisCmDispatchIncomingDropParty(_S_, _H_, _B_, _Z_)
#define NdisMCmOidRequestComplete(_AH_, _VH_, _PH_, _R_, _S_) NdisCoOidRequestComplete(_AH_, _VH_, _PH_, _R_, _S_)

/* Bus-master and slave DMA of NDIS 5, and the WAN send path: forms without a function behind them in NDIS 6. */
#define NdisMSetupDmaTransfer(_S, _H, _B, _O, _L, _M_) NdisSetupDmaTransfer(_S, _H, _B, _O, _L, _M_)
#define NdisMCompleteDmaTransfer(_S, _H, _B, _O, _L, _M_) NdisCompleteDmaTransfer(_S, _H, _B, _O, _L, _M_)
#define WanMiniportSend(Status, NdisBindingHandle, NdisLinkHandle, WanPacket)                                                                     \
    (*(Status) = ((PNDIS_OPEN_BLOCK)(NdisBindingHandle))->WanSendHandler(((PNDIS_OPEN_BLOCK)(NdisBindingHandle))->MiniportHandle, (NdisLinkHandle), (WanPacket)))

#endif
