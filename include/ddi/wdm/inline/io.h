/*
 * wdm/inline/io.h: I/O request packets: stack locations, completion, DPC of a device, and the DMA adapter's operations behind their old names.
 * An IRP's stack locations are filled from the top down: the next lower driver's is one below the current.
 * learn.microsoft.com/windows-hardware/drivers/kernel/i-o-stack-locations
 */
#ifndef FLUE_DDI_WDM_INLINE_IO_H
#define FLUE_DDI_WDM_INLINE_IO_H

#define IoCallDriver(a, b) IofCallDriver(a, b)
#define IoCallDriverStackSafeDefault(a, b) IoCallDriver(a, b)
#define IoCompleteRequest(a, b) IofCompleteRequest(a, b)
#define IoSizeOfIrp(StackSize) ((USHORT)(sizeof(IRP) + (StackSize) * sizeof(IO_STACK_LOCATION)))
#define IoGetFunctionCodeFromCtlCode(ControlCode) (((ControlCode) >> 2) & 0x00000FFF)
#define IoIsErrorUserInduced(Status)                                                                                                              \
    ((BOOLEAN)((Status) == STATUS_DEVICE_NOT_READY || (Status) == STATUS_IO_TIMEOUT || (Status) == STATUS_MEDIA_WRITE_PROTECTED ||                \
               (Status) == STATUS_NO_MEDIA_IN_DEVICE || (Status) == STATUS_VERIFY_REQUIRED || (Status) == STATUS_UNRECOGNIZED_MEDIA ||            \
               (Status) == STATUS_WRONG_VOLUME))
DDI_INLINE PIO_STACK_LOCATION IoGetCurrentIrpStackLocation(PIRP Irp) { return Irp->Tail.Overlay.CurrentStackLocation; }
DDI_INLINE PIO_STACK_LOCATION IoGetNextIrpStackLocation(PIRP Irp) { return Irp->Tail.Overlay.CurrentStackLocation - 1; }
DDI_INLINE void IoSetNextIrpStackLocation(PIRP Irp)
{
    Irp->CurrentLocation--;
    Irp->Tail.Overlay.CurrentStackLocation--;
}
DDI_INLINE void IoSkipCurrentIrpStackLocation(PIRP Irp)
{
    Irp->CurrentLocation++;
    Irp->Tail.Overlay.CurrentStackLocation++;
}
DDI_INLINE void IoCopyCurrentIrpStackLocationToNext(PIRP Irp) /* everything but the completion routine */
{
    PIO_STACK_LOCATION s = IoGetCurrentIrpStackLocation(Irp), n = IoGetNextIrpStackLocation(Irp);
    __builtin_memcpy(n, s, FIELD_OFFSET(IO_STACK_LOCATION, CompletionRoutine));
    n->Control = 0;
}
DDI_INLINE void IoMarkIrpPending(PIRP Irp) { IoGetCurrentIrpStackLocation(Irp)->Control |= SL_PENDING_RETURNED; }
DDI_INLINE PDRIVER_CANCEL IoSetCancelRoutine(PIRP Irp, PDRIVER_CANCEL CancelRoutine)
{
    return (PDRIVER_CANCEL)(ULONG_PTR)InterlockedExchangePointer((PVOID volatile *)&Irp->CancelRoutine, (PVOID)(ULONG_PTR)CancelRoutine);
}
DDI_INLINE void IoSetCompletionRoutine(PIRP Irp, PIO_COMPLETION_ROUTINE CompletionRoutine, PVOID Context, BOOLEAN InvokeOnSuccess, BOOLEAN InvokeOnError,
                                        BOOLEAN InvokeOnCancel)
{
    PIO_STACK_LOCATION n = IoGetNextIrpStackLocation(Irp);
    n->CompletionRoutine = CompletionRoutine;
    n->Context = Context;
    n->Control = (UCHAR)((InvokeOnSuccess ? SL_INVOKE_ON_SUCCESS : 0) | (InvokeOnError ? SL_INVOKE_ON_ERROR : 0) | (InvokeOnCancel ? SL_INVOKE_ON_CANCEL : 0));
}
DDI_INLINE void IoInitializeDpcRequest(PDEVICE_OBJECT DeviceObject, PIO_DPC_ROUTINE DpcRoutine)
{
    KeInitializeDpc(&DeviceObject->Dpc, (PKDEFERRED_ROUTINE)(PVOID)DpcRoutine, DeviceObject);
}
DDI_INLINE void IoInitializeThreadedDpcRequest(PDEVICE_OBJECT DeviceObject, PIO_DPC_ROUTINE DpcRoutine)
{
    KeInitializeThreadedDpc(&DeviceObject->Dpc, (PKDEFERRED_ROUTINE)(PVOID)DpcRoutine, DeviceObject);
}
DDI_INLINE void IoRequestDpc(PDEVICE_OBJECT DeviceObject, PIRP Irp, PVOID Context) { KeInsertQueueDpc(&DeviceObject->Dpc, Irp, Context); }
DDI_INLINE ULONG_PTR IoGetRemainingStackSize(void)
{
    ULONG_PTR low, high;
    IoGetStackLimits(&low, &high);
    return (ULONG_PTR)&low - low;
}
DDI_INLINE DEVICE_POWER_STATE MapWakeDepthToDstate(DEVICE_WAKE_DEPTH WakeDepth)
{
    return WakeDepth >= DeviceWakeDepthD3cold ? PowerDeviceD3 : (DEVICE_POWER_STATE)WakeDepth;
}
#define IoInitializeRemoveLock(Lock, Tag, Maxmin, HighWater) IoInitializeRemoveLockEx(Lock, Tag, Maxmin, HighWater, sizeof(IO_REMOVE_LOCK))
#define IoAcquireRemoveLock(RemoveLock, Tag) IoAcquireRemoveLockEx(RemoveLock, Tag, __FILE__, __LINE__, sizeof(IO_REMOVE_LOCK))
#define IoReleaseRemoveLock(RemoveLock, Tag) IoReleaseRemoveLockEx(RemoveLock, Tag, sizeof(IO_REMOVE_LOCK))
#define IoReleaseRemoveLockAndWait(RemoveLock, Tag) IoReleaseRemoveLockAndWaitEx(RemoveLock, Tag, sizeof(IO_REMOVE_LOCK))
#define IoAdjustPagingPathCount(_count_, _paging_) ((_paging_) ? InterlockedIncrement(_count_) : InterlockedDecrement(_count_))
#define PoSetDeviceBusy(IdlePointer) (*(IdlePointer) = 0)
#define PCI_CONFIGURATION_TYPE(PciData) (((PPCI_COMMON_CONFIG)(PciData))->HeaderType & ~PCI_MULTIFUNCTION)
#define PCI_MULTIFUNCTION_DEVICE(PciData) ((((PPCI_COMMON_CONFIG)(PciData))->HeaderType & PCI_MULTIFUNCTION) != 0)

/* Old names of DMA_OPERATIONS' members. */
#define DDI_DMA(a, op) ((a)->DmaOperations->op)
DDI_INLINE PVOID HalAllocateCommonBuffer(PDMA_ADAPTER DmaAdapter, ULONG Length, PPHYSICAL_ADDRESS LogicalAddress, BOOLEAN CacheEnabled)
{
    return DDI_DMA(DmaAdapter, AllocateCommonBuffer)(DmaAdapter, Length, LogicalAddress, CacheEnabled);
}
DDI_INLINE void HalFreeCommonBuffer(PDMA_ADAPTER DmaAdapter, ULONG Length, PHYSICAL_ADDRESS LogicalAddress, PVOID VirtualAddress, BOOLEAN CacheEnabled)
{
    DDI_DMA(DmaAdapter, FreeCommonBuffer)(DmaAdapter, Length, LogicalAddress, VirtualAddress, CacheEnabled);
}
DDI_INLINE NTSTATUS IoAllocateAdapterChannel(PDMA_ADAPTER DmaAdapter, PDEVICE_OBJECT DeviceObject, ULONG NumberOfMapRegisters, PDRIVER_CONTROL ExecutionRoutine,
                                              PVOID Context)
{
    return DDI_DMA(DmaAdapter, AllocateAdapterChannel)(DmaAdapter, DeviceObject, NumberOfMapRegisters, ExecutionRoutine, Context);
}
DDI_INLINE BOOLEAN IoFlushAdapterBuffers(PDMA_ADAPTER DmaAdapter, PMDL Mdl, PVOID MapRegisterBase, PVOID CurrentVa, ULONG Length, BOOLEAN WriteToDevice)
{
    return DDI_DMA(DmaAdapter, FlushAdapterBuffers)(DmaAdapter, Mdl, MapRegisterBase, CurrentVa, Length, WriteToDevice);
}
DDI_INLINE void IoFreeAdapterChannel(PDMA_ADAPTER DmaAdapter) { DDI_DMA(DmaAdapter, FreeAdapterChannel)(DmaAdapter); }
DDI_INLINE void IoFreeMapRegisters(PDMA_ADAPTER DmaAdapter, PVOID MapRegisterBase, ULONG NumberOfMapRegisters)
{
    DDI_DMA(DmaAdapter, FreeMapRegisters)(DmaAdapter, MapRegisterBase, NumberOfMapRegisters);
}
DDI_INLINE PHYSICAL_ADDRESS IoMapTransfer(PDMA_ADAPTER DmaAdapter, PMDL Mdl, PVOID MapRegisterBase, PVOID CurrentVa, PULONG Length, BOOLEAN WriteToDevice)
{
    return DDI_DMA(DmaAdapter, MapTransfer)(DmaAdapter, Mdl, MapRegisterBase, CurrentVa, Length, WriteToDevice);
}
DDI_INLINE ULONG HalGetDmaAlignment(PDMA_ADAPTER DmaAdapter) { return DDI_DMA(DmaAdapter, GetDmaAlignment)(DmaAdapter); }
DDI_INLINE ULONG HalReadDmaCounter(PDMA_ADAPTER DmaAdapter) { return DDI_DMA(DmaAdapter, ReadDmaCounter)(DmaAdapter); }

#endif
