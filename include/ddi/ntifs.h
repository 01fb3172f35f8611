/*
 * ntifs.h: what drivers import besides ntddk.h although the file system kit declares it: processes, strings, tokens, files.
 * Only the functions whose types the public tables know; the rest of that kit (caches, oplocks, MCBs, security packages) is not here.
 */
#ifndef FLUE_DDI_NTIFS_H
#define FLUE_DDI_NTIFS_H

#include <ntddk.h>

/*
 * A driver keeps one of these on its stack between KeStackAttachProcess and KeUnstackDetachProcess; its content is the system's. The reference gives no
 * members; this is the room a driver reserves, and nothing may be written beyond it.
 */
typedef struct _KAPC_STATE {
    ULONG64 Opaque[6];
} KAPC_STATE, *PKAPC_STATE, *PRKAPC_STATE;

NTKERNELAPI BOOLEAN NTAPI CcCanIWrite(PFILE_OBJECT FileObject, ULONG BytesToWrite, BOOLEAN Wait, UCHAR Retrying);
NTKERNELAPI void NTAPI CcCoherencyFlushAndPurgeCache(PSECTION_OBJECT_POINTERS SectionObjectPointer, PLARGE_INTEGER FileOffset, ULONG Length,
    PIO_STATUS_BLOCK IoStatus, ULONG Flags);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI BOOLEAN NTAPI CcCopyRead(PFILE_OBJECT FileObject, PLARGE_INTEGER FileOffset, ULONG Length, BOOLEAN Wait, PVOID Buffer,
    PIO_STATUS_BLOCK IoStatus);  /* IRQL <= APC_LEVEL */
NTKERNELAPI BOOLEAN NTAPI CcCopyReadEx(PFILE_OBJECT FileObject, PLARGE_INTEGER FileOffset, ULONG Length, BOOLEAN Wait, PVOID Buffer,
    PIO_STATUS_BLOCK IoStatus, PETHREAD IoIssuerThread);  /* IRQL <= APC_LEVEL */
NTKERNELAPI BOOLEAN NTAPI CcCopyWrite(PFILE_OBJECT FileObject, PLARGE_INTEGER FileOffset, ULONG Length, BOOLEAN Wait, PVOID Buffer);  /* IRQL <= APC_LEVEL */
NTKERNELAPI BOOLEAN NTAPI CcCopyWriteEx(PFILE_OBJECT FileObject, PLARGE_INTEGER FileOffset, ULONG Length, BOOLEAN Wait, PVOID Buffer,
    PETHREAD IoIssuerThread);  /* IRQL <= APC_LEVEL */
NTKERNELAPI BOOLEAN NTAPI CcCopyWriteWontFlush(PFILE_OBJECT FileObject, PLARGE_INTEGER FileOffset, ULONG Length);
NTKERNELAPI void NTAPI CcFastCopyRead(PFILE_OBJECT FileObject, ULONG FileOffset, ULONG Length, ULONG PageCount, PVOID Buffer,
    PIO_STATUS_BLOCK IoStatus);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI void NTAPI CcFastCopyWrite(PFILE_OBJECT FileObject, ULONG FileOffset, ULONG Length, PVOID Buffer);
NTKERNELAPI void NTAPI CcFlushCache(PSECTION_OBJECT_POINTERS SectionObjectPointer, PLARGE_INTEGER FileOffset, ULONG Length,
    PIO_STATUS_BLOCK IoStatus);
NTKERNELAPI PFILE_OBJECT NTAPI CcGetFileObjectFromBcb(PVOID Bcb);
NTKERNELAPI PFILE_OBJECT NTAPI CcGetFileObjectFromSectionPtrs(PSECTION_OBJECT_POINTERS SectionObjectPointer);
NTKERNELAPI PFILE_OBJECT NTAPI CcGetFileObjectFromSectionPtrsRef(PSECTION_OBJECT_POINTERS SectionObjectPointer);
NTKERNELAPI LARGE_INTEGER NTAPI CcGetFlushedValidData(PSECTION_OBJECT_POINTERS SectionObjectPointer, BOOLEAN BcbListHeld);
NTKERNELAPI BOOLEAN NTAPI CcIsThereDirtyData(PVPB Vpb);
NTKERNELAPI BOOLEAN NTAPI CcIsThereDirtyDataEx(PVPB Vpb, PULONG NumberOfDirtyPages);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI BOOLEAN NTAPI CcMapData(PFILE_OBJECT FileObject, PLARGE_INTEGER FileOffset, ULONG Length, ULONG Flags, PVOID *Bcb, PVOID *Buffer);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI void NTAPI CcMdlRead(PFILE_OBJECT FileObject, PLARGE_INTEGER FileOffset, ULONG Length, PMDL *MdlChain, PIO_STATUS_BLOCK IoStatus);
NTKERNELAPI void NTAPI CcMdlReadComplete(PFILE_OBJECT FileObject, PMDL MdlChain);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI CcMdlWriteAbort(PFILE_OBJECT FileObject, PMDL MdlChain);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI CcMdlWriteComplete(PFILE_OBJECT FileObject, PLARGE_INTEGER FileOffset, PMDL MdlChain);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI BOOLEAN NTAPI CcPinMappedData(PFILE_OBJECT FileObject, PLARGE_INTEGER FileOffset, ULONG Length, ULONG Flags, PVOID *Bcb);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI BOOLEAN NTAPI CcPinRead(PFILE_OBJECT FileObject, PLARGE_INTEGER FileOffset, ULONG Length, ULONG Flags, PVOID *Bcb, PVOID *Buffer);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI void NTAPI CcPrepareMdlWrite(PFILE_OBJECT FileObject, PLARGE_INTEGER FileOffset, ULONG Length, PMDL *MdlChain, PIO_STATUS_BLOCK IoStatus);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI BOOLEAN NTAPI CcPreparePinWrite(PFILE_OBJECT FileObject, PLARGE_INTEGER FileOffset, ULONG Length, BOOLEAN Zero, ULONG Flags, PVOID *Bcb,
    PVOID *Buffer);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI BOOLEAN NTAPI CcPurgeCacheSection(PSECTION_OBJECT_POINTERS SectionObjectPointer, PLARGE_INTEGER FileOffset, ULONG Length, ULONG Flags);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI PVOID NTAPI CcRemapBcb(PVOID Bcb);
NTKERNELAPI void NTAPI CcRepinBcb(PVOID Bcb);
NTKERNELAPI void NTAPI CcScheduleReadAhead(PFILE_OBJECT FileObject, PLARGE_INTEGER FileOffset, ULONG Length);
NTKERNELAPI void NTAPI CcScheduleReadAheadEx(PFILE_OBJECT FileObject, PLARGE_INTEGER FileOffset, ULONG Length, PETHREAD IoIssuerThread);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI CcSetAdditionalCacheAttributes(PFILE_OBJECT FileObject, BOOLEAN DisableReadAhead, BOOLEAN DisableWriteBehind);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI CcSetAdditionalCacheAttributesEx(PFILE_OBJECT FileObject, ULONG Flags);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI CcSetBcbOwnerPointer(PVOID Bcb, PVOID OwnerPointer);
NTKERNELAPI void NTAPI CcSetDirtyPageThreshold(PFILE_OBJECT FileObject, ULONG DirtyPageThreshold);
NTKERNELAPI void NTAPI CcSetDirtyPinnedData(PVOID BcbVoid, PLARGE_INTEGER Lsn);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI CcSetParallelFlushFile(PFILE_OBJECT FileObject, BOOLEAN EnableParallelFlush);
NTKERNELAPI void NTAPI CcSetReadAheadGranularity(PFILE_OBJECT FileObject, ULONG Granularity);
NTKERNELAPI void NTAPI CcUnpinData(PVOID Bcb);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI CcUnpinDataForThread(PVOID Bcb, ERESOURCE_THREAD ResourceThreadId);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI CcUnpinRepinnedBcb(PVOID Bcb, BOOLEAN WriteThrough, PIO_STATUS_BLOCK IoStatus);
NTKERNELAPI NTSTATUS NTAPI CcWaitForCurrentLazyWriterActivity(void);
NTKERNELAPI BOOLEAN NTAPI CcZeroData(PFILE_OBJECT FileObject, PLARGE_INTEGER StartOffset, PLARGE_INTEGER EndOffset, BOOLEAN Wait);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI ExAdjustLookasideDepth(void);
NTKERNELAPI void NTAPI ExDisableResourceBoostLite(PERESOURCE Resource);
NTKERNELAPI void NTAPI ExInitializePushLock(PULONG_PTR PushLock);
NTKERNELAPI SIZE_T NTAPI ExQueryPoolBlockSize(PVOID PoolBlock, PBOOLEAN QuotaCharged);
NTKERNELAPI SECURITY_STATUS NTAPI FreeContextBuffer(PVOID pvContextBuffer);
NTKERNELAPI void NTAPI FsRtlAcknowledgeEcp(PVOID EcpContext);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI FsRtlAcquireFileExclusive(PFILE_OBJECT FileObject);
NTKERNELAPI PERESOURCE NTAPI FsRtlAllocateResource(void);
NTKERNELAPI BOOLEAN NTAPI FsRtlAreNamesEqual(PCUNICODE_STRING ConstantNameA, PCUNICODE_STRING ConstantNameB, BOOLEAN IgnoreCase, PCWCH UpcaseTable);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI BOOLEAN NTAPI FsRtlAreVolumeStartupApplicationsComplete(void);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI FsRtlBalanceReads(PDEVICE_OBJECT TargetDevice);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI FsRtlCancellableWaitForMultipleObjects(ULONG Count, PVOID ObjectArray[], WAIT_TYPE WaitType, PLARGE_INTEGER Timeout,
    PKWAIT_BLOCK WaitBlockArray, PIRP Irp);
NTKERNELAPI NTSTATUS NTAPI FsRtlCancellableWaitForSingleObject(PVOID Object, PLARGE_INTEGER Timeout, PIRP Irp);
NTKERNELAPI BOOLEAN NTAPI FsRtlCopyRead(PFILE_OBJECT FileObject, PLARGE_INTEGER FileOffset, ULONG Length, BOOLEAN Wait, ULONG LockKey, PVOID Buffer,
    PIO_STATUS_BLOCK IoStatus, PDEVICE_OBJECT DeviceObject);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI BOOLEAN NTAPI FsRtlCopyWrite(PFILE_OBJECT FileObject, PLARGE_INTEGER FileOffset, ULONG Length, BOOLEAN Wait, ULONG LockKey, PVOID Buffer,
    PIO_STATUS_BLOCK IoStatus, PDEVICE_OBJECT DeviceObject);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI FsRtlCreateSectionForDataScan(PHANDLE SectionHandle, PVOID *SectionObject, PLARGE_INTEGER SectionFileSize,
    PFILE_OBJECT FileObject, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, PLARGE_INTEGER MaximumSize, ULONG SectionPageProtection,
    ULONG AllocationAttributes, ULONG Flags);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI FsRtlDeregisterUncProvider(HANDLE Handle);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI FsRtlDismountComplete(PDEVICE_OBJECT DeviceObject, NTSTATUS DismountStatus);
NTKERNELAPI void NTAPI FsRtlDissectDbcs(ANSI_STRING Path, PANSI_STRING FirstName, PANSI_STRING RemainingName);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI FsRtlDissectName(UNICODE_STRING Path, PUNICODE_STRING FirstName, PUNICODE_STRING RemainingName);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI BOOLEAN NTAPI FsRtlDoesDbcsContainWildCards(PANSI_STRING Name);  /* IRQL <= APC_LEVEL */
NTKERNELAPI BOOLEAN NTAPI FsRtlDoesNameContainWildCards(PUNICODE_STRING Name);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI FsRtlFreeExtraCreateParameter(PVOID EcpContext);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI FsRtlGetFileSize(PFILE_OBJECT FileObject, PLARGE_INTEGER FileSize);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI FsRtlGetSectorSizeInformation(PDEVICE_OBJECT DeviceObject, PFILE_FS_SECTOR_SIZE_INFORMATION SectorSizeInfo);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI FsRtlGetSupportedFeatures(PDEVICE_OBJECT DeviceObject, PULONG SupportedFeatures);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI FsRtlGetVirtualDiskNestingLevel(PDEVICE_OBJECT DeviceObject, PULONG NestingLevel, PULONG NestingFlags);
NTKERNELAPI void NTAPI FsRtlIncrementCcFastMdlReadWait(void);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI FsRtlIncrementCcFastReadNoWait(void);  /* any IRQL */
NTKERNELAPI void NTAPI FsRtlIncrementCcFastReadNotPossible(void);  /* any IRQL */
NTKERNELAPI void NTAPI FsRtlIncrementCcFastReadResourceMiss(void);  /* any IRQL */
NTKERNELAPI void NTAPI FsRtlIncrementCcFastReadWait(void);  /* any IRQL */
NTKERNELAPI BOOLEAN NTAPI FsRtlIsDaxVolume(PFILE_OBJECT FileObject);
NTKERNELAPI BOOLEAN NTAPI FsRtlIsDbcsInExpression(PANSI_STRING Expression, PANSI_STRING Name);  /* IRQL <= APC_LEVEL */
NTKERNELAPI BOOLEAN NTAPI FsRtlIsEcpAcknowledged(PVOID EcpContext);  /* IRQL <= APC_LEVEL */
NTKERNELAPI BOOLEAN NTAPI FsRtlIsEcpFromUserMode(PVOID EcpContext);  /* IRQL <= APC_LEVEL */
NTKERNELAPI PFN_NUMBER NTAPI FsRtlIsExtentDangling(PFN_NUMBER StartPage, PFN_NUMBER NumberOfPages, ULONG Flags);
NTKERNELAPI BOOLEAN NTAPI FsRtlIsFatDbcsLegal(ANSI_STRING DbcsName, BOOLEAN WildCardsPermissible, BOOLEAN PathNamePermissible,
    BOOLEAN LeadingBackslashPermissible);  /* IRQL <= APC_LEVEL */
NTKERNELAPI BOOLEAN NTAPI FsRtlIsHpfsDbcsLegal(ANSI_STRING DbcsName, BOOLEAN WildCardsPermissible, BOOLEAN PathNamePermissible,
    BOOLEAN LeadingBackslashPermissible);  /* IRQL <= APC_LEVEL */
NTKERNELAPI BOOLEAN NTAPI FsRtlIsMobileOS(void);
NTKERNELAPI BOOLEAN NTAPI FsRtlIsNameInExpression(PUNICODE_STRING Expression, PUNICODE_STRING Name, BOOLEAN IgnoreCase, PWCH UpcaseTable);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI BOOLEAN NTAPI FsRtlIsNonEmptyDirectoryReparsePointAllowed(ULONG ReparseTag);
NTKERNELAPI BOOLEAN NTAPI FsRtlIsNtstatusExpected(NTSTATUS Exception);  /* any IRQL */
NTKERNELAPI LOGICAL NTAPI FsRtlIsPagingFile(PFILE_OBJECT FileObject);  /* IRQL <= APC_LEVEL */
NTKERNELAPI LOGICAL NTAPI FsRtlIsSystemPagingFile(PFILE_OBJECT FileObject);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI FsRtlIssueDeviceIoControl(PDEVICE_OBJECT DeviceObject, ULONG IoCtl, UCHAR Flags, PVOID InputBuffer,
    ULONG InputBufferLength, PVOID OutputBuffer, ULONG OutputBufferLength, PULONG_PTR IosbInformation);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI FsRtlKernelFsControlFile(PFILE_OBJECT FileObject, ULONG FsControlCode, PVOID InputBuffer, ULONG InputBufferLength,
    PVOID OutputBuffer, ULONG OutputBufferLength, PULONG RetOutputBufferSize);
NTKERNELAPI NTSTATUS NTAPI FsRtlLogCcFlushError(PUNICODE_STRING FileName, PDEVICE_OBJECT DeviceObject, PSECTION_OBJECT_POINTERS SectionObjectPointer,
    NTSTATUS FlushError, ULONG Flags);  /* IRQL <= APC_LEVEL */
NTKERNELAPI BOOLEAN NTAPI FsRtlMdlReadCompleteDev(PFILE_OBJECT FileObject, PMDL MdlChain, PDEVICE_OBJECT DeviceObject);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI BOOLEAN NTAPI FsRtlMdlReadDev(PFILE_OBJECT FileObject, PLARGE_INTEGER FileOffset, ULONG Length, ULONG LockKey, PMDL *MdlChain,
    PIO_STATUS_BLOCK IoStatus, PDEVICE_OBJECT DeviceObject);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI FsRtlMdlReadEx(PFILE_OBJECT FileObject, PLARGE_INTEGER FileOffset, ULONG Length, ULONG LockKey, PMDL *MdlChain,
    PIO_STATUS_BLOCK IoStatus);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI BOOLEAN NTAPI FsRtlMdlWriteCompleteDev(PFILE_OBJECT FileObject, PLARGE_INTEGER FileOffset, PMDL MdlChain, PDEVICE_OBJECT DeviceObject);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI FsRtlMupGetProviderIdFromName(PCUNICODE_STRING pProviderName, PULONG32 pProviderId);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI FsRtlMupGetProviderInfoFromFileObject(PFILE_OBJECT pFileObject, ULONG Level, PVOID pBuffer, PULONG pBufferSize);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI FsRtlNormalizeNtstatus(NTSTATUS Exception, NTSTATUS GenericException);  /* any IRQL */
NTKERNELAPI NTSTATUS NTAPI FsRtlNotifyVolumeEvent(PFILE_OBJECT FileObject, ULONG EventCode);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI FsRtlNotifyVolumeEventEx(PFILE_OBJECT FileObject, ULONG EventCode, PTARGET_DEVICE_CUSTOM_NOTIFICATION Event);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI BOOLEAN NTAPI FsRtlOplockIsSharedRequest(PIRP Irp);  /* IRQL <= APC_LEVEL */
NTKERNELAPI BOOLEAN NTAPI FsRtlOplockKeysEqual(PFILE_OBJECT Fo1, PFILE_OBJECT Fo2);  /* IRQL <= APC_LEVEL */
NTKERNELAPI BOOLEAN NTAPI FsRtlPrepareMdlWriteDev(PFILE_OBJECT FileObject, PLARGE_INTEGER FileOffset, ULONG Length, ULONG LockKey, PMDL *MdlChain,
    PIO_STATUS_BLOCK IoStatus, PDEVICE_OBJECT DeviceObject);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI FsRtlPrepareMdlWriteEx(PFILE_OBJECT FileObject, PLARGE_INTEGER FileOffset, ULONG Length, ULONG LockKey, PMDL *MdlChain,
    PIO_STATUS_BLOCK IoStatus);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI FsRtlPrepareToReuseEcp(PVOID EcpContext);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI FsRtlQueryCachedVdl(PFILE_OBJECT FileObject, PLONGLONG Vdl);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI FsRtlQueryInformationFile(PFILE_OBJECT FileObject, PVOID FileInformation, ULONG Length,
    FILE_INFORMATION_CLASS FileInformationClass, PULONG RetFileInformationSize);
NTKERNELAPI NTSTATUS NTAPI FsRtlQueryKernelEaFile(PFILE_OBJECT FileObject, PVOID ReturnedEaData, ULONG Length, BOOLEAN ReturnSingleEntry,
    PVOID EaList, ULONG EaListLength, PULONG EaIndex, BOOLEAN RestartScan, PULONG LengthReturned);
NTKERNELAPI ULONG NTAPI FsRtlQueryMaximumVirtualDiskNestingLevel(void);
NTKERNELAPI NTSTATUS NTAPI FsRtlRegisterUncProvider(PHANDLE MupHandle, PCUNICODE_STRING RedirectorDeviceName, BOOLEAN MailslotsSupported);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI FsRtlReleaseFile(PFILE_OBJECT FileObject);
NTKERNELAPI NTSTATUS NTAPI FsRtlRemoveDotsFromPath(PWSTR OriginalString, USHORT PathLength, USHORT *NewLength);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI FsRtlSetDriverBacking(PDRIVER_OBJECT DriverObj, ULONG Flags);
NTKERNELAPI NTSTATUS NTAPI FsRtlSetKernelEaFile(PFILE_OBJECT FileObject, PVOID EaBuffer, ULONG Length);
NTKERNELAPI void NTAPI FsRtlTeardownPerFileContexts(PVOID *PerFileContextPointer);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI FsRtlUpdateDiskCounters(ULONG64 BytesRead, ULONG64 BytesWritten);
NTKERNELAPI NTSTATUS NTAPI FsRtlVolumeDeviceToCorrelationId(PDEVICE_OBJECT VolumeDeviceObject, GUID *Guid);
NTKERNELAPI PSLIST_ENTRY NTAPI InterlockedPushListSList(PSLIST_HEADER ListHead, PSLIST_ENTRY List, PSLIST_ENTRY ListEnd, ULONG Count);
NTKERNELAPI void NTAPI IoAcquireVpbSpinLock(PKIRQL Irql);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoCheckDesiredAccess(PACCESS_MASK DesiredAccess, ACCESS_MASK GrantedAccess);
NTKERNELAPI NTSTATUS NTAPI IoCheckEaBufferValidity(PFILE_FULL_EA_INFORMATION EaBuffer, ULONG EaLength, PULONG ErrorOffset);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoCheckFunctionAccess(ACCESS_MASK GrantedAccess, UCHAR MajorFunction, UCHAR MinorFunction, ULONG IoControlCode, PVOID Arg1,
    PVOID Arg2);
NTKERNELAPI NTSTATUS NTAPI IoCheckQuerySetFileInformation(FILE_INFORMATION_CLASS FileInformationClass, ULONG Length, BOOLEAN SetOperation);
NTKERNELAPI NTSTATUS NTAPI IoCheckQuerySetVolumeInformation(FS_INFORMATION_CLASS FsInformationClass, ULONG Length, BOOLEAN SetOperation);
NTKERNELAPI NTSTATUS NTAPI IoClearFsTrackOffsetState(PIRP Irp);
NTKERNELAPI PFILE_OBJECT NTAPI IoCreateStreamFileObject(PFILE_OBJECT FileObject, PDEVICE_OBJECT DeviceObject);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI PFILE_OBJECT NTAPI IoCreateStreamFileObjectEx(PFILE_OBJECT FileObject, PDEVICE_OBJECT DeviceObject, PHANDLE FileHandle);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI PFILE_OBJECT NTAPI IoCreateStreamFileObjectLite(PFILE_OBJECT FileObject, PDEVICE_OBJECT DeviceObject);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoEnumerateDeviceObjectList(PDRIVER_OBJECT DriverObject, PDEVICE_OBJECT *DeviceObjectList, ULONG DeviceObjectListSize,
    PULONG ActualNumberDeviceObjects);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoEnumerateRegisteredFiltersList(PDRIVER_OBJECT *DriverObjectList, ULONG DriverObjectListSize,
    PULONG ActualNumberDriverObjects);  /* IRQL <= APC_LEVEL */
NTKERNELAPI BOOLEAN NTAPI IoFastQueryNetworkAttributes(POBJECT_ATTRIBUTES ObjectAttributes, ACCESS_MASK DesiredAccess, ULONG OpenOptions,
    PIO_STATUS_BLOCK IoStatus, PFILE_NETWORK_OPEN_INFORMATION Buffer);
NTKERNELAPI PDEVICE_OBJECT NTAPI IoGetAttachedDevice(PDEVICE_OBJECT DeviceObject);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI PDEVICE_OBJECT NTAPI IoGetBaseFileSystemDeviceObject(PFILE_OBJECT FileObject);
NTKERNELAPI PDEVICE_OBJECT NTAPI IoGetDeviceAttachmentBaseRef(PDEVICE_OBJECT DeviceObject);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI PDEVICE_OBJECT NTAPI IoGetDeviceToVerify(PETHREAD Thread);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoGetDiskDeviceObject(PDEVICE_OBJECT FileSystemDeviceObject, PDEVICE_OBJECT *DiskDeviceObject);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI PDEVICE_OBJECT NTAPI IoGetLowerDeviceObject(PDEVICE_OBJECT DeviceObject);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI PEPROCESS NTAPI IoGetRequestorProcess(PIRP Irp);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI ULONG NTAPI IoGetRequestorProcessId(PIRP Irp);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoGetRequestorSessionId(PIRP Irp, PULONG pSessionId);  /* IRQL <= APC_LEVEL */
NTKERNELAPI BOOLEAN NTAPI IoIrpHasFsTrackOffsetExtensionType(PIRP Irp);
NTKERNELAPI BOOLEAN NTAPI IoIsOperationSynchronous(PIRP Irp);  /* any IRQL */
NTKERNELAPI BOOLEAN NTAPI IoIsSystemThread(PETHREAD Thread);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoPageRead(PFILE_OBJECT FileObject, PMDL MemoryDescriptorList, PLARGE_INTEGER StartingOffset, PKEVENT Event,
    PIO_STATUS_BLOCK IoStatusBlock);
NTKERNELAPI NTSTATUS NTAPI IoQueryFileDosDeviceName(PFILE_OBJECT FileObject, POBJECT_NAME_INFORMATION *ObjectNameInformation);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoQueryFileInformation(PFILE_OBJECT FileObject, FILE_INFORMATION_CLASS FileInformationClass, ULONG Length,
    PVOID FileInformation, PULONG ReturnedLength);
NTKERNELAPI NTSTATUS NTAPI IoQueryVolumeInformation(PFILE_OBJECT FileObject, FS_INFORMATION_CLASS FsInformationClass, ULONG Length,
    PVOID FsInformation, PULONG ReturnedLength);
NTKERNELAPI void NTAPI IoQueueThreadIrp(PIRP Irp);
NTKERNELAPI void NTAPI IoRegisterFileSystem(PDEVICE_OBJECT DeviceObject);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI void NTAPI IoReleaseVpbSpinLock(KIRQL Irql);  /* IRQL DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoReplaceFileObjectName(PFILE_OBJECT FileObject, PWSTR NewFileName, USHORT FileNameLength);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoRequestDeviceRemovalForReset(PDEVICE_OBJECT PhysicalDeviceObject, ULONG Flags);
NTKERNELAPI void NTAPI IoSetDeviceToVerify(PETHREAD Thread, PDEVICE_OBJECT DeviceObject);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoSetInformation(PFILE_OBJECT FileObject, FILE_INFORMATION_CLASS FileInformationClass, ULONG Length,
    PVOID FileInformation);
NTKERNELAPI NTSTATUS NTAPI IoSynchronousPageWrite(PFILE_OBJECT FileObject, PMDL MemoryDescriptorList, PLARGE_INTEGER StartingOffset, PKEVENT Event,
    PIO_STATUS_BLOCK IoStatusBlock);
NTKERNELAPI PEPROCESS NTAPI IoThreadToProcess(PETHREAD Thread);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI IoUnregisterFileSystem(PDEVICE_OBJECT DeviceObject);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI IoVerifyVolume(PDEVICE_OBJECT DeviceObject, BOOLEAN AllowRawMount);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI KIRQL NTAPI KeAcquireQueuedSpinLock(KSPIN_LOCK_QUEUE_NUMBER Number);
NTKERNELAPI KIRQL NTAPI KeAcquireSpinLockRaiseToSynch(PKSPIN_LOCK SpinLock);
NTKERNELAPI void NTAPI KeAttachProcess(PRKPROCESS Process);
NTKERNELAPI void NTAPI KeDetachProcess(void);
NTKERNELAPI void NTAPI KeInitializeMutant(PRKMUTANT Mutant, BOOLEAN InitialOwner);
NTKERNELAPI void NTAPI KeQueryOwnerMutant(PKMUTANT Mutant, PCLIENT_ID ClientId);
NTKERNELAPI LONG NTAPI KeReadStateMutant(PRKMUTANT Mutant);
NTKERNELAPI LONG NTAPI KeReleaseMutant(PRKMUTANT Mutant, KPRIORITY Increment, BOOLEAN Abandoned, BOOLEAN Wait);
NTKERNELAPI void NTAPI KeReleaseQueuedSpinLock(KSPIN_LOCK_QUEUE_NUMBER Number, KIRQL OldIrql);
NTKERNELAPI UCHAR NTAPI KeSetIdealProcessorThread(PKTHREAD Thread, UCHAR Processor);
NTKERNELAPI BOOLEAN NTAPI KeSetKernelStackSwapEnable(BOOLEAN Enable);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI KeStackAttachProcess(PRKPROCESS PROCESS, PRKAPC_STATE ApcState);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI LOGICAL NTAPI KeTryToAcquireQueuedSpinLock(KSPIN_LOCK_QUEUE_NUMBER Number, PKIRQL OldIrql);
NTKERNELAPI void NTAPI KeUnstackDetachProcess(PRKAPC_STATE ApcState);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI LsaFreeReturnBuffer(PVOID Buffer);
NTKERNELAPI NTSTATUS NTAPI MapSecurityError(SECURITY_STATUS SecStatus);  /* any IRQL */
NTKERNELAPI BOOLEAN NTAPI MmCanFileBeTruncated(PSECTION_OBJECT_POINTERS SectionPointer, PLARGE_INTEGER NewFileSize);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI ULONG NTAPI MmDoesFileHaveUserWritableReferences(PSECTION_OBJECT_POINTERS SectionPointer);  /* IRQL <= APC_LEVEL */
NTKERNELAPI BOOLEAN NTAPI MmForceSectionClosed(PSECTION_OBJECT_POINTERS SectionObjectPointer, BOOLEAN DelayClose);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI ULONGLONG NTAPI MmGetMaximumFileSectionSize(void);  /* IRQL <= APC_LEVEL */
NTKERNELAPI BOOLEAN NTAPI MmIsRecursiveIoFault(void);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI LOGICAL NTAPI MmMdlPagesAreZero(PMDL Mdl);
NTKERNELAPI BOOLEAN NTAPI MmSetAddressRangeModified(PVOID Address, SIZE_T Length);
NTKERNELAPI NTSTATUS NTAPI NtAccessCheckAndAuditAlarm(PUNICODE_STRING SubsystemName, PVOID HandleId, PUNICODE_STRING ObjectTypeName,
    PUNICODE_STRING ObjectName, PSECURITY_DESCRIPTOR SecurityDescriptor, ACCESS_MASK DesiredAccess, PGENERIC_MAPPING GenericMapping,
    BOOLEAN ObjectCreation, PACCESS_MASK GrantedAccess, PNTSTATUS AccessStatus, PBOOLEAN GenerateOnClose);
NTKERNELAPI NTSTATUS NTAPI NtAllocateVirtualMemory(HANDLE ProcessHandle, PVOID *BaseAddress, ULONG_PTR ZeroBits, PSIZE_T RegionSize,
    ULONG AllocationType, ULONG Protect);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtClose(HANDLE Handle);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtCloseObjectAuditAlarm(PUNICODE_STRING SubsystemName, PVOID HandleId, BOOLEAN GenerateOnClose);
NTKERNELAPI NTSTATUS NTAPI NtCreateFile(PHANDLE FileHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
    PIO_STATUS_BLOCK IoStatusBlock, PLARGE_INTEGER AllocationSize, ULONG FileAttributes, ULONG ShareAccess, ULONG CreateDisposition,
    ULONG CreateOptions, PVOID EaBuffer, ULONG EaLength);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtCreateSection(PHANDLE SectionHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
    PLARGE_INTEGER MaximumSize, ULONG SectionPageProtection, ULONG AllocationAttributes, HANDLE FileHandle);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtDeleteObjectAuditAlarm(PUNICODE_STRING SubsystemName, PVOID HandleId, BOOLEAN GenerateOnClose);
NTKERNELAPI NTSTATUS NTAPI NtDeviceIoControlFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext,
    PIO_STATUS_BLOCK IoStatusBlock, ULONG IoControlCode, PVOID InputBuffer, ULONG InputBufferLength, PVOID OutputBuffer, ULONG OutputBufferLength);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtFlushBuffersFileEx(HANDLE FileHandle, ULONG Flags, PVOID Parameters, ULONG ParametersSize,
    PIO_STATUS_BLOCK IoStatusBlock);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtFreeVirtualMemory(HANDLE ProcessHandle, PVOID *BaseAddress, PSIZE_T RegionSize, ULONG FreeType);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtFsControlFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext,
    PIO_STATUS_BLOCK IoStatusBlock, ULONG FsControlCode, PVOID InputBuffer, ULONG InputBufferLength, PVOID OutputBuffer, ULONG OutputBufferLength);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtImpersonateAnonymousToken(HANDLE ThreadHandle);
NTKERNELAPI NTSTATUS NTAPI NtLockFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext, PIO_STATUS_BLOCK IoStatusBlock,
    PLARGE_INTEGER ByteOffset, PLARGE_INTEGER Length, ULONG Key, BOOLEAN FailImmediately, BOOLEAN ExclusiveLock);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtOpenFile(PHANDLE FileHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
    PIO_STATUS_BLOCK IoStatusBlock, ULONG ShareAccess, ULONG OpenOptions);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtOpenJobObjectToken(HANDLE JobHandle, ACCESS_MASK DesiredAccess, PHANDLE TokenHandle);
NTKERNELAPI NTSTATUS NTAPI NtOpenObjectAuditAlarm(PUNICODE_STRING SubsystemName, PVOID HandleId, PUNICODE_STRING ObjectTypeName,
    PUNICODE_STRING ObjectName, PSECURITY_DESCRIPTOR SecurityDescriptor, HANDLE ClientToken, ACCESS_MASK DesiredAccess, ACCESS_MASK GrantedAccess,
    PPRIVILEGE_SET Privileges, BOOLEAN ObjectCreation, BOOLEAN AccessGranted, PBOOLEAN GenerateOnClose);
NTKERNELAPI NTSTATUS NTAPI NtOpenProcessToken(HANDLE ProcessHandle, ACCESS_MASK DesiredAccess, PHANDLE TokenHandle);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtOpenProcessTokenEx(HANDLE ProcessHandle, ACCESS_MASK DesiredAccess, ULONG HandleAttributes, PHANDLE TokenHandle);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtOpenThreadToken(HANDLE ThreadHandle, ACCESS_MASK DesiredAccess, BOOLEAN OpenAsSelf, PHANDLE TokenHandle);
NTKERNELAPI NTSTATUS NTAPI NtOpenThreadTokenEx(HANDLE ThreadHandle, ACCESS_MASK DesiredAccess, BOOLEAN OpenAsSelf, ULONG HandleAttributes,
    PHANDLE TokenHandle);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtPrivilegeCheck(HANDLE ClientToken, PPRIVILEGE_SET RequiredPrivileges, PBOOLEAN Result);
NTKERNELAPI NTSTATUS NTAPI NtPrivilegeObjectAuditAlarm(PUNICODE_STRING SubsystemName, PVOID HandleId, HANDLE ClientToken, ACCESS_MASK DesiredAccess,
    PPRIVILEGE_SET Privileges, BOOLEAN AccessGranted);
NTKERNELAPI NTSTATUS NTAPI NtPrivilegedServiceAuditAlarm(PUNICODE_STRING SubsystemName, PUNICODE_STRING ServiceName, HANDLE ClientToken,
    PPRIVILEGE_SET Privileges, BOOLEAN AccessGranted);
NTKERNELAPI NTSTATUS NTAPI NtQueryDirectoryFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext,
    PIO_STATUS_BLOCK IoStatusBlock, PVOID FileInformation, ULONG Length, FILE_INFORMATION_CLASS FileInformationClass, BOOLEAN ReturnSingleEntry,
    PUNICODE_STRING FileName, BOOLEAN RestartScan);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtQueryDirectoryFileEx(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext,
    PIO_STATUS_BLOCK IoStatusBlock, PVOID FileInformation, ULONG Length, FILE_INFORMATION_CLASS FileInformationClass, ULONG QueryFlags,
    PUNICODE_STRING FileName);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtQueryInformationFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID FileInformation, ULONG Length,
    FILE_INFORMATION_CLASS FileInformationClass);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtQueryQuotaInformationFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID Buffer, ULONG Length,
    BOOLEAN ReturnSingleEntry, PVOID SidList, ULONG SidListLength, PSID StartSid, BOOLEAN RestartScan);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtQuerySecurityObject(HANDLE Handle, SECURITY_INFORMATION SecurityInformation, PSECURITY_DESCRIPTOR SecurityDescriptor,
    ULONG Length, PULONG LengthNeeded);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtQueryVolumeInformationFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID FsInformation, ULONG Length,
    FS_INFORMATION_CLASS FsInformationClass);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtReadFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext, PIO_STATUS_BLOCK IoStatusBlock,
    PVOID Buffer, ULONG Length, PLARGE_INTEGER ByteOffset, PULONG Key);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtSetInformationFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID FileInformation, ULONG Length,
    FILE_INFORMATION_CLASS FileInformationClass);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtSetInformationThread(HANDLE ThreadHandle, THREADINFOCLASS ThreadInformationClass, PVOID ThreadInformation,
    ULONG ThreadInformationLength);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtSetQuotaInformationFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID Buffer, ULONG Length);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtSetSecurityObject(HANDLE Handle, SECURITY_INFORMATION SecurityInformation, PSECURITY_DESCRIPTOR SecurityDescriptor);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtSetVolumeInformationFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID FsInformation, ULONG Length,
    FS_INFORMATION_CLASS FsInformationClass);
NTKERNELAPI NTSTATUS NTAPI NtUnlockFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PLARGE_INTEGER ByteOffset, PLARGE_INTEGER Length,
    ULONG Key);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI NtWriteFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext, PIO_STATUS_BLOCK IoStatusBlock,
    PVOID Buffer, ULONG Length, PLARGE_INTEGER ByteOffset, PULONG Key);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ObInsertObject(PVOID Object, PACCESS_STATE PassedAccessState, ACCESS_MASK DesiredAccess, ULONG ObjectPointerBias,
    PVOID *NewObject, PHANDLE Handle);
NTKERNELAPI BOOLEAN NTAPI ObIsKernelHandle(HANDLE Handle);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI ObMakeTemporaryObject(PVOID Object);
NTKERNELAPI NTSTATUS NTAPI ObOpenObjectByPointer(PVOID Object, ULONG HandleAttributes, PACCESS_STATE PassedAccessState, ACCESS_MASK DesiredAccess,
    POBJECT_TYPE ObjectType, KPROCESSOR_MODE AccessMode, PHANDLE Handle);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ObOpenObjectByPointerWithTag(PVOID Object, ULONG HandleAttributes, PACCESS_STATE PassedAccessState,
    ACCESS_MASK DesiredAccess, POBJECT_TYPE ObjectType, KPROCESSOR_MODE AccessMode, ULONG Tag, PHANDLE Handle);
NTKERNELAPI NTSTATUS NTAPI ObQueryNameString(PVOID Object, POBJECT_NAME_INFORMATION ObjectNameInfo, ULONG Length, PULONG ReturnLength);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ObQueryObjectAuditingByHandle(HANDLE Handle, PBOOLEAN GenerateOnClose);
NTKERNELAPI NTSTATUS NTAPI PoQueueShutdownWorkItem(PWORK_QUEUE_ITEM WorkItem);
NTKERNELAPI NTSTATUS NTAPI PsAssignImpersonationToken(PETHREAD Thread, HANDLE Token);
NTKERNELAPI void NTAPI PsChargePoolQuota(PEPROCESS Process, POOL_TYPE PoolType, ULONG_PTR Amount);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI PsChargeProcessPoolQuota(PEPROCESS Process, POOL_TYPE PoolType, ULONG_PTR Amount);
NTKERNELAPI void NTAPI PsDereferenceImpersonationToken(PACCESS_TOKEN ImpersonationToken);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI void NTAPI PsDereferencePrimaryToken(PACCESS_TOKEN PrimaryToken);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI BOOLEAN NTAPI PsDisableImpersonation(PETHREAD Thread, PSE_IMPERSONATION_STATE ImpersonationState);
NTKERNELAPI LARGE_INTEGER NTAPI PsGetProcessExitTime(void);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI PEPROCESS NTAPI PsGetThreadProcess(PETHREAD Thread);
NTKERNELAPI NTSTATUS NTAPI PsImpersonateClient(PETHREAD Thread, PACCESS_TOKEN Token, BOOLEAN CopyOnOpen, BOOLEAN EffectiveOnly,
    SECURITY_IMPERSONATION_LEVEL ImpersonationLevel);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI BOOLEAN NTAPI PsIsDiskCountersEnabled(void);  /* any IRQL */
NTKERNELAPI BOOLEAN NTAPI PsIsSystemThread(PETHREAD Thread);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI BOOLEAN NTAPI PsIsThreadTerminating(PETHREAD Thread);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI PsLookupProcessByProcessId(HANDLE ProcessId, PEPROCESS *Process);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI PsLookupThreadByThreadId(HANDLE ThreadId, PETHREAD *Thread);  /* IRQL <= APC_LEVEL */
NTKERNELAPI PACCESS_TOKEN NTAPI PsReferenceImpersonationToken(PETHREAD Thread, PBOOLEAN CopyOnOpen, PBOOLEAN EffectiveOnly,
    PSECURITY_IMPERSONATION_LEVEL ImpersonationLevel);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI PACCESS_TOKEN NTAPI PsReferencePrimaryToken(PEPROCESS Process);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI PsRestoreImpersonation(PETHREAD Thread, PSE_IMPERSONATION_STATE ImpersonationState);
NTKERNELAPI void NTAPI PsReturnPoolQuota(PEPROCESS Process, POOL_TYPE PoolType, ULONG_PTR Amount);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI void NTAPI PsRevertToSelf(void);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI PsUpdateDiskCounters(PEPROCESS Process, ULONG64 BytesRead, ULONG64 BytesWritten, ULONG ReadOperationCount,
    ULONG WriteOperationCount, ULONG FlushOperationCount);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlAbsoluteToSelfRelativeSD(PSECURITY_DESCRIPTOR AbsoluteSecurityDescriptor,
    PSECURITY_DESCRIPTOR SelfRelativeSecurityDescriptor, PULONG BufferLength);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlAddAccessAllowedAce(PACL Acl, ULONG AceRevision, ACCESS_MASK AccessMask, PSID Sid);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlAddAccessAllowedAceEx(PACL Acl, ULONG AceRevision, ULONG AceFlags, ACCESS_MASK AccessMask, PSID Sid);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlAddAce(PACL Acl, ULONG AceRevision, ULONG StartingAceIndex, PVOID AceList, ULONG AceListLength);  /* IRQL <= APC_LEVEL */
NTKERNELAPI PVOID NTAPI RtlAllocateHeap(PVOID HeapHandle, ULONG Flags, SIZE_T Size);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlAppendStringToString(PSTRING Destination, const STRING *Source);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI RtlCaptureContext(PCONTEXT ContextRecord);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI USHORT NTAPI RtlCaptureStackBackTrace(ULONG FramesToSkip, ULONG FramesToCapture, PVOID *BackTrace, PULONG BackTraceHash);
NTKERNELAPI LONG NTAPI RtlCompareAltitudes(PCUNICODE_STRING Altitude1, PCUNICODE_STRING Altitude2);
NTKERNELAPI SIZE_T NTAPI RtlCompareMemoryUlong(PVOID Source, SIZE_T Length, ULONG Pattern);  /* any IRQL */
NTKERNELAPI NTSTATUS NTAPI RtlCompressBuffer(USHORT CompressionFormatAndEngine, PUCHAR UncompressedBuffer, ULONG UncompressedBufferSize,
    PUCHAR CompressedBuffer, ULONG CompressedBufferSize, ULONG UncompressedChunkSize, PULONG FinalCompressedSize, PVOID WorkSpace);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlConvertSidToUnicodeString(PUNICODE_STRING UnicodeString, PSID Sid, BOOLEAN AllocateDestinationString);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI RtlCopyLuid(PLUID DestinationLuid, PLUID SourceLuid);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlCopySid(ULONG DestinationSidLength, PSID DestinationSid, PSID SourceSid);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlCreateAcl(PACL Acl, ULONG AclLength, ULONG AclRevision);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlCreateServiceSid(PUNICODE_STRING ServiceName, PSID ServiceSid, PULONG ServiceSidLength);
NTKERNELAPI NTSTATUS NTAPI RtlCreateSystemVolumeInformationFolder(PCUNICODE_STRING VolumeRootPath);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI BOOLEAN NTAPI RtlCreateUnicodeString(PUNICODE_STRING DestinationString, PCWSTR SourceString);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlCreateVirtualAccountSid(PCUNICODE_STRING Name, ULONG BaseSubAuthority, PSID Sid, PULONG SidLength);
NTKERNELAPI NTSTATUS NTAPI RtlDecompressBuffer(USHORT CompressionFormat, PUCHAR UncompressedBuffer, ULONG UncompressedBufferSize,
    PUCHAR CompressedBuffer, ULONG CompressedBufferSize, PULONG FinalUncompressedSize);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlDecompressBufferEx(USHORT CompressionFormat, PUCHAR UncompressedBuffer, ULONG UncompressedBufferSize,
    PUCHAR CompressedBuffer, ULONG CompressedBufferSize, PULONG FinalUncompressedSize, PVOID WorkSpace);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlDecompressBufferEx2(USHORT CompressionFormat, PUCHAR UncompressedBuffer, ULONG UncompressedBufferSize,
    PUCHAR CompressedBuffer, ULONG CompressedBufferSize, ULONG UncompressedChunkSize, PULONG FinalUncompressedSize, PVOID WorkSpace);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlDecompressFragment(USHORT CompressionFormat, PUCHAR UncompressedFragment, ULONG UncompressedFragmentSize,
    PUCHAR CompressedBuffer, ULONG CompressedBufferSize, ULONG FragmentOffset, PULONG FinalUncompressedSize, PVOID WorkSpace);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlDecompressFragmentEx(USHORT CompressionFormat, PUCHAR UncompressedFragment, ULONG UncompressedFragmentSize,
    PUCHAR CompressedBuffer, ULONG CompressedBufferSize, ULONG FragmentOffset, ULONG UncompressedChunkSize, PULONG FinalUncompressedSize,
    PVOID WorkSpace);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlDeleteAce(PACL Acl, ULONG AceIndex);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlDescribeChunk(USHORT CompressionFormat, PUCHAR *CompressedBuffer, PUCHAR EndOfCompressedBufferPlus1,
    PUCHAR *ChunkBuffer, PULONG ChunkSize);
NTKERNELAPI PVOID NTAPI RtlDestroyHeap(PVOID HeapHandle);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlDowncaseUnicodeString(PUNICODE_STRING DestinationString, PCUNICODE_STRING SourceString,
    BOOLEAN AllocateDestinationString);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlDuplicateUnicodeString(ULONG Flags, PCUNICODE_STRING StringIn, PUNICODE_STRING StringOut);
NTKERNELAPI BOOLEAN NTAPI RtlEqualPrefixSid(PSID Sid1, PSID Sid2);  /* IRQL <= APC_LEVEL */
NTKERNELAPI BOOLEAN NTAPI RtlEqualSid(PSID Sid1, PSID Sid2);  /* any IRQL */
NTKERNELAPI LOGICAL NTAPI RtlFreeHeap(PVOID HeapHandle, ULONG Flags, PVOID BaseAddress);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI void NTAPI RtlFreeOemString(POEM_STRING OemString);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI PVOID NTAPI RtlFreeSid(PSID Sid);
NTKERNELAPI NTSTATUS NTAPI RtlGetAce(PACL Acl, ULONG AceIndex, PVOID *Ace);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlGetCompressionWorkSpaceSize(USHORT CompressionFormatAndEngine, PULONG CompressBufferWorkSpaceSize,
    PULONG CompressFragmentWorkSpaceSize);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlGetDaclSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor, PBOOLEAN DaclPresent, PACL *Dacl,
    PBOOLEAN DaclDefaulted);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlGetGroupSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor, PSID *Group, PBOOLEAN GroupDefaulted);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlGetOwnerSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor, PSID *Owner, PBOOLEAN OwnerDefaulted);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlGetSaclSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor, PBOOLEAN SaclPresent, PACL *Sacl,
    PBOOLEAN SaclDefaulted);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlIdnToAscii(ULONG Flags, PCWSTR SourceString, LONG SourceStringLength, PWSTR DestinationString,
    PLONG DestinationStringLength);
NTKERNELAPI NTSTATUS NTAPI RtlIdnToNameprepUnicode(ULONG Flags, PCWSTR SourceString, LONG SourceStringLength, PWSTR DestinationString,
    PLONG DestinationStringLength);
NTKERNELAPI NTSTATUS NTAPI RtlIdnToUnicode(ULONG Flags, PCWSTR SourceString, LONG SourceStringLength, PWSTR DestinationString,
    PLONG DestinationStringLength);
NTKERNELAPI NTSTATUS NTAPI RtlInitUnicodeStringEx(PUNICODE_STRING DestinationString, PCWSTR SourceString);
NTKERNELAPI BOOLEAN NTAPI RtlIsCloudFilesPlaceholder(ULONG FileAttributes, ULONG ReparseTag);
NTKERNELAPI BOOLEAN NTAPI RtlIsNameLegalDOS8Dot3(PCUNICODE_STRING Name, POEM_STRING OemName, PBOOLEAN NameContainsSpaces);
NTKERNELAPI BOOLEAN NTAPI RtlIsNonEmptyDirectoryReparsePointAllowed(ULONG ReparseTag);
NTKERNELAPI NTSTATUS NTAPI RtlIsNormalizedString(ULONG NormForm, PCWSTR SourceString, LONG SourceStringLength, PBOOLEAN Normalized);
NTKERNELAPI BOOLEAN NTAPI RtlIsPartialPlaceholder(ULONG FileAttributes, ULONG ReparseTag);
NTKERNELAPI NTSTATUS NTAPI RtlIsPartialPlaceholderFileHandle(HANDLE FileHandle, PBOOLEAN IsPartialPlaceholder);
NTKERNELAPI NTSTATUS NTAPI RtlIsPartialPlaceholderFileInfo(const void *InfoBuffer, FILE_INFORMATION_CLASS InfoClass, PBOOLEAN IsPartialPlaceholder);
NTKERNELAPI BOOLEAN NTAPI RtlIsSandboxedToken(PSECURITY_SUBJECT_CONTEXT Context, KPROCESSOR_MODE PreviousMode);
NTKERNELAPI BOOLEAN NTAPI RtlIsValidOemCharacter(PWCHAR Char);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI ULONG NTAPI RtlLengthRequiredSid(ULONG SubAuthorityCount);  /* IRQL <= APC_LEVEL */
NTKERNELAPI ULONG NTAPI RtlLengthSid(PSID Sid);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlMultiByteToUnicodeN(PWCH UnicodeString, ULONG MaxBytesInUnicodeString, PULONG BytesInUnicodeString,
    const CHAR *MultiByteString, ULONG BytesInMultiByteString);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlMultiByteToUnicodeSize(PULONG BytesInUnicodeString, const CHAR *MultiByteString, ULONG BytesInMultiByteString);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlNormalizeString(ULONG NormForm, PCWSTR SourceString, LONG SourceStringLength, PWSTR DestinationString,
    PLONG DestinationStringLength);
NTKERNELAPI ULONG NTAPI RtlNtStatusToDosError(NTSTATUS Status);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI ULONG NTAPI RtlNtStatusToDosErrorNoTeb(NTSTATUS Status);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlOemStringToCountedUnicodeString(PUNICODE_STRING DestinationString, PCOEM_STRING SourceString,
    BOOLEAN AllocateDestinationString);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlOemStringToUnicodeString(PUNICODE_STRING DestinationString, PCOEM_STRING SourceString,
    BOOLEAN AllocateDestinationString);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlOemToUnicodeN(PWCH UnicodeString, ULONG MaxBytesInUnicodeString, PULONG BytesInUnicodeString, PCCH OemString,
    ULONG BytesInOemString);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI BOOLEAN NTAPI RtlPrefixString(const STRING *String1, const STRING *String2, BOOLEAN CaseInSensitive);
NTKERNELAPI CHAR NTAPI RtlQueryThreadPlaceholderCompatibilityMode(void);
NTKERNELAPI ULONG NTAPI RtlRandom(PULONG Seed);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI ULONG NTAPI RtlRandomEx(PULONG Seed);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlReplaceSidInSd(PSECURITY_DESCRIPTOR SecurityDescriptor, PSID OldSid, PSID NewSid, ULONG *NumChanges);
NTKERNELAPI NTSTATUS NTAPI RtlReserveChunk(USHORT CompressionFormat, PUCHAR *CompressedBuffer, PUCHAR EndOfCompressedBufferPlus1, PUCHAR *ChunkBuffer,
    ULONG ChunkSize);
NTKERNELAPI void NTAPI RtlSecondsSince1970ToTime(ULONG ElapsedSeconds, PLARGE_INTEGER Time);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI void NTAPI RtlSecondsSince1980ToTime(ULONG ElapsedSeconds, PLARGE_INTEGER Time);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlSelfRelativeToAbsoluteSD(PSECURITY_DESCRIPTOR SelfRelativeSecurityDescriptor,
    PSECURITY_DESCRIPTOR AbsoluteSecurityDescriptor, PULONG AbsoluteSecurityDescriptorSize, PACL Dacl, PULONG DaclSize, PACL Sacl, PULONG SaclSize,
    PSID Owner, PULONG OwnerSize, PSID PrimaryGroup, PULONG PrimaryGroupSize);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlSetGroupSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor, PSID Group, BOOLEAN GroupDefaulted);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlSetOwnerSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor, PSID Owner, BOOLEAN OwnerDefaulted);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI CHAR NTAPI RtlSetThreadPlaceholderCompatibilityMode(CHAR Mode);
NTKERNELAPI PUCHAR NTAPI RtlSubAuthorityCountSid(PSID Sid);
NTKERNELAPI PULONG NTAPI RtlSubAuthoritySid(PSID Sid, ULONG SubAuthority);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI BOOLEAN NTAPI RtlTimeToSecondsSince1970(PLARGE_INTEGER Time, PULONG ElapsedSeconds);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI BOOLEAN NTAPI RtlTimeToSecondsSince1980(PLARGE_INTEGER Time, PULONG ElapsedSeconds);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlUnicodeStringToCountedOemString(POEM_STRING DestinationString, PCUNICODE_STRING SourceString,
    BOOLEAN AllocateDestinationString);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlUnicodeStringToOemString(POEM_STRING DestinationString, PCUNICODE_STRING SourceString,
    BOOLEAN AllocateDestinationString);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlUnicodeToMultiByteN(PCHAR MultiByteString, ULONG MaxBytesInMultiByteString, PULONG BytesInMultiByteString,
    PCWCH UnicodeString, ULONG BytesInUnicodeString);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlUnicodeToMultiByteSize(PULONG BytesInMultiByteString, PCWCH UnicodeString, ULONG BytesInUnicodeString);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlUnicodeToOemN(PCHAR OemString, ULONG MaxBytesInOemString, PULONG BytesInOemString, PCWCH UnicodeString,
    ULONG BytesInUnicodeString);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlUpcaseUnicodeStringToCountedOemString(POEM_STRING DestinationString, PCUNICODE_STRING SourceString,
    BOOLEAN AllocateDestinationString);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlUpcaseUnicodeStringToOemString(POEM_STRING DestinationString, PCUNICODE_STRING SourceString,
    BOOLEAN AllocateDestinationString);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlUpcaseUnicodeToMultiByteN(PCHAR MultiByteString, ULONG MaxBytesInMultiByteString, PULONG BytesInMultiByteString,
    PCWCH UnicodeString, ULONG BytesInUnicodeString);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlUpcaseUnicodeToOemN(PCHAR OemString, ULONG MaxBytesInOemString, PULONG BytesInOemString, PCWCH UnicodeString,
    ULONG BytesInUnicodeString);  /* IRQL <DISPATCH_LEVEL */
NTKERNELAPI BOOLEAN NTAPI RtlValidSid(PSID Sid);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI RtlValidateUnicodeString(ULONG Flags, PCUNICODE_STRING String);
NTKERNELAPI ULONG NTAPI RtlxOemStringToUnicodeSize(PCOEM_STRING OemString);
NTKERNELAPI ULONG NTAPI RtlxUnicodeStringToOemSize(PCUNICODE_STRING UnicodeString);
NTKERNELAPI BOOLEAN NTAPI SeAccessCheckFromStateEx(PSECURITY_DESCRIPTOR SecurityDescriptor, PACCESS_TOKEN PrimaryToken, PACCESS_TOKEN ClientToken,
    ACCESS_MASK DesiredAccess, ACCESS_MASK PreviouslyGrantedAccess, PPRIVILEGE_SET *Privileges, PGENERIC_MAPPING GenericMapping,
    KPROCESSOR_MODE AccessMode, PACCESS_MASK GrantedAccess, PNTSTATUS AccessStatus);
NTKERNELAPI void NTAPI SeAdjustAccessStateForAccessConstraints(PVOID ObjectType, PSECURITY_DESCRIPTOR SecurityDescriptor, PACCESS_STATE AccessState);
NTKERNELAPI void NTAPI SeAdjustAccessStateForTrustLabel(PVOID ObjectType, PSECURITY_DESCRIPTOR SecurityDescriptor, PACCESS_STATE AccessState);
NTKERNELAPI NTSTATUS NTAPI SeAppendPrivileges(PACCESS_STATE AccessState, PPRIVILEGE_SET Privileges);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI SeAuditFipsCryptoSelftests(BOOLEAN bSuccess, ULONG SelftestCode);
NTKERNELAPI void NTAPI SeAuditHardLinkCreation(PUNICODE_STRING FileName, PUNICODE_STRING LinkName, BOOLEAN bSuccess);
NTKERNELAPI void NTAPI SeAuditHardLinkCreationWithTransaction(PUNICODE_STRING FileName, PUNICODE_STRING LinkName, BOOLEAN bSuccess,
    GUID *TransactionId);
NTKERNELAPI void NTAPI SeAuditTransactionStateChange(GUID *TransactionId, GUID *ResourceManagerId, ULONG NewTransactionState);
NTKERNELAPI BOOLEAN NTAPI SeAuditingAnyFileEventsWithContext(PSECURITY_DESCRIPTOR SecurityDescriptor,
    PSECURITY_SUBJECT_CONTEXT SubjectSecurityContext);
NTKERNELAPI BOOLEAN NTAPI SeAuditingAnyFileEventsWithContextEx(PSECURITY_DESCRIPTOR SecurityDescriptor,
    PSECURITY_SUBJECT_CONTEXT SubjectSecurityContext, PBOOLEAN StagingEnabled);
NTKERNELAPI BOOLEAN NTAPI SeAuditingFileEvents(BOOLEAN AccessGranted, PSECURITY_DESCRIPTOR SecurityDescriptor);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI BOOLEAN NTAPI SeAuditingFileEventsWithContext(BOOLEAN AccessGranted, PSECURITY_DESCRIPTOR SecurityDescriptor,
    PSECURITY_SUBJECT_CONTEXT SubjectSecurityContext);
NTKERNELAPI BOOLEAN NTAPI SeAuditingFileEventsWithContextEx(BOOLEAN AccessGranted, PSECURITY_DESCRIPTOR SecurityDescriptor,
    PSECURITY_SUBJECT_CONTEXT SubjectSecurityContext, PBOOLEAN StagingEnabled);
NTKERNELAPI BOOLEAN NTAPI SeAuditingFileOrGlobalEvents(BOOLEAN AccessGranted, PSECURITY_DESCRIPTOR SecurityDescriptor,
    PSECURITY_SUBJECT_CONTEXT SubjectSecurityContext);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI BOOLEAN NTAPI SeAuditingHardLinkEvents(BOOLEAN AccessGranted, PSECURITY_DESCRIPTOR SecurityDescriptor);
NTKERNELAPI BOOLEAN NTAPI SeAuditingHardLinkEventsWithContext(BOOLEAN AccessGranted, PSECURITY_DESCRIPTOR SecurityDescriptor,
    PSECURITY_SUBJECT_CONTEXT SubjectSecurityContext);
NTKERNELAPI void NTAPI SeCaptureSubjectContextEx(PETHREAD Thread, PEPROCESS Process, PSECURITY_SUBJECT_CONTEXT SubjectContext);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI SeDeleteObjectAuditAlarm(PVOID Object, HANDLE Handle);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI SeDeleteObjectAuditAlarmWithTransaction(PVOID Object, HANDLE Handle, GUID *TransactionId);
NTKERNELAPI void NTAPI SeExamineGlobalSacl(PUNICODE_STRING ObjectType, PACL ResourceSacl, PACCESS_TOKEN Token, ACCESS_MASK DesiredAccess,
    BOOLEAN AccessGranted, PBOOLEAN GenerateAudit, PBOOLEAN GenerateAlarm);
NTKERNELAPI void NTAPI SeExamineSacl(PACL Sacl, PACL ResourceSacl, PACCESS_TOKEN Token, ACCESS_MASK DesiredAccess, BOOLEAN AccessGranted,
    PBOOLEAN GenerateAudit, PBOOLEAN GenerateAlarm);
NTKERNELAPI void NTAPI SeFreePrivileges(PPRIVILEGE_SET Privileges);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI SeLocateProcessImageName(PEPROCESS Process, PUNICODE_STRING *pImageFileName);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI SeMarkLogonSessionForTerminationNotification(PLUID LogonId);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI SeMarkLogonSessionForTerminationNotificationEx(PLUID LogonId, PESILO pServerSilo);
NTKERNELAPI void NTAPI SeMaximumAuditMaskFromGlobalSacl(PUNICODE_STRING ObjectTypeName, ACCESS_MASK GrantedAccess, PACCESS_TOKEN Token,
    PACCESS_MASK AuditMask);
NTKERNELAPI void NTAPI SeOpenObjectAuditAlarm(PUNICODE_STRING ObjectTypeName, PVOID Object, PUNICODE_STRING AbsoluteObjectName,
    PSECURITY_DESCRIPTOR SecurityDescriptor, PACCESS_STATE AccessState, BOOLEAN ObjectCreated, BOOLEAN AccessGranted, KPROCESSOR_MODE AccessMode,
    PBOOLEAN GenerateOnClose);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI SeOpenObjectAuditAlarmWithTransaction(PUNICODE_STRING ObjectTypeName, PVOID Object, PUNICODE_STRING AbsoluteObjectName,
    PSECURITY_DESCRIPTOR SecurityDescriptor, PACCESS_STATE AccessState, BOOLEAN ObjectCreated, BOOLEAN AccessGranted, KPROCESSOR_MODE AccessMode,
    GUID *TransactionId, PBOOLEAN GenerateOnClose);
NTKERNELAPI void NTAPI SeOpenObjectForDeleteAuditAlarm(PUNICODE_STRING ObjectTypeName, PVOID Object, PUNICODE_STRING AbsoluteObjectName,
    PSECURITY_DESCRIPTOR SecurityDescriptor, PACCESS_STATE AccessState, BOOLEAN ObjectCreated, BOOLEAN AccessGranted, KPROCESSOR_MODE AccessMode,
    PBOOLEAN GenerateOnClose);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI void NTAPI SeOpenObjectForDeleteAuditAlarmWithTransaction(PUNICODE_STRING ObjectTypeName, PVOID Object,
    PUNICODE_STRING AbsoluteObjectName, PSECURITY_DESCRIPTOR SecurityDescriptor, PACCESS_STATE AccessState, BOOLEAN ObjectCreated,
    BOOLEAN AccessGranted, KPROCESSOR_MODE AccessMode, GUID *TransactionId, PBOOLEAN GenerateOnClose);
NTKERNELAPI BOOLEAN NTAPI SePrivilegeCheck(PPRIVILEGE_SET RequiredPrivileges, PSECURITY_SUBJECT_CONTEXT SubjectSecurityContext,
    KPROCESSOR_MODE AccessMode);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI SeQueryAuthenticationIdToken(PACCESS_TOKEN Token, PLUID AuthenticationId);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI SeQuerySecurityDescriptorInfo(PSECURITY_INFORMATION SecurityInformation, PSECURITY_DESCRIPTOR SecurityDescriptor,
    PULONG Length, PSECURITY_DESCRIPTOR *ObjectsSecurityDescriptor);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI SeQueryServerSiloToken(PACCESS_TOKEN Token, PESILO *pServerSilo);
NTKERNELAPI NTSTATUS NTAPI SeQuerySessionIdToken(PACCESS_TOKEN Token, PULONG SessionId);
NTKERNELAPI NTSTATUS NTAPI SeQuerySessionIdTokenEx(PACCESS_TOKEN Token, PULONG SessionId, PBOOLEAN IsServiceSession);
NTKERNELAPI NTSTATUS NTAPI SeReportSecurityEventWithSubCategory(ULONG Flags, PUNICODE_STRING SourceName, PSID UserSid,
    PSE_ADT_PARAMETER_ARRAY AuditParameters, ULONG AuditSubcategoryId);
NTKERNELAPI void NTAPI SeSetAccessStateGenericMapping(PACCESS_STATE AccessState, PGENERIC_MAPPING GenericMapping);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI SeSetSecurityDescriptorInfo(PVOID Object, PSECURITY_INFORMATION SecurityInformation,
    PSECURITY_DESCRIPTOR ModificationDescriptor, PSECURITY_DESCRIPTOR *ObjectsSecurityDescriptor, POOL_TYPE PoolType,
    PGENERIC_MAPPING GenericMapping);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI SeSetSecurityDescriptorInfoEx(PVOID Object, PSECURITY_INFORMATION SecurityInformation,
    PSECURITY_DESCRIPTOR ModificationDescriptor, PSECURITY_DESCRIPTOR *ObjectsSecurityDescriptor, ULONG AutoInheritFlags, POOL_TYPE PoolType,
    PGENERIC_MAPPING GenericMapping);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI SeSetSessionIdToken(PACCESS_TOKEN Token, ULONG SessionId);
NTKERNELAPI BOOLEAN NTAPI SeShouldCheckForAccessRightsFromParent(PVOID ObjectType, PSECURITY_DESCRIPTOR ChildDescriptor, PACCESS_STATE AccessState);
NTKERNELAPI void NTAPI SeTokenGetNoChildProcessRestricted(PACCESS_TOKEN Token, PBOOLEAN Enforced, PBOOLEAN UnlessSecure, PBOOLEAN AuditOnly);
NTKERNELAPI BOOLEAN NTAPI SeTokenIsAdmin(PACCESS_TOKEN Token);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI BOOLEAN NTAPI SeTokenIsNoChildProcessRestrictionEnforced(PACCESS_TOKEN Token, PBOOLEAN UnlessSecure);
NTKERNELAPI BOOLEAN NTAPI SeTokenIsRestricted(PACCESS_TOKEN Token);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI BOOLEAN NTAPI SeTokenIsWriteRestricted(PACCESS_TOKEN Token);
NTKERNELAPI void NTAPI SeTokenSetNoChildProcessRestricted(PACCESS_TOKEN Token, BOOLEAN UnlessSecure, BOOLEAN AuditOnly);
NTKERNELAPI NTSTATUS NTAPI SecLookupWellKnownSid(WELL_KNOWN_SID_TYPE SidType, PSID Sid, ULONG SidBufferSize, PULONG SidSize);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI SecMakeSPN(PUNICODE_STRING ServiceClass, PUNICODE_STRING ServiceName, PUNICODE_STRING InstanceName, USHORT InstancePort,
    PUNICODE_STRING Referrer, PUNICODE_STRING Spn, PULONG Length, BOOLEAN Allocate);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI SecMakeSPNEx(PUNICODE_STRING ServiceClass, PUNICODE_STRING ServiceName, PUNICODE_STRING InstanceName, USHORT InstancePort,
    PUNICODE_STRING Referrer, PUNICODE_STRING TargetInfo, PUNICODE_STRING Spn, PULONG Length, BOOLEAN Allocate);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI SecMakeSPNEx2(PUNICODE_STRING ServiceClass, PUNICODE_STRING ServiceName, PUNICODE_STRING InstanceName, USHORT InstancePort,
    PUNICODE_STRING Referrer, PUNICODE_STRING InTargetInfo, PUNICODE_STRING Spn, PULONG TotalSize, BOOLEAN Allocate, BOOLEAN IsTargetInfoMarshaled);  /* IRQL <= APC_LEVEL */
NTKERNELAPI SECURITY_STATUS NTAPI SspiGetTargetHostName(PCWSTR pszTargetName, PWSTR *pszHostName);
NTKERNELAPI BOOLEAN NTAPI SspiIsPromptingNeeded(ULONG ErrorOrNtStatus);
NTKERNELAPI void NTAPI SspiLocalFree(PVOID DataBuffer);
NTKERNELAPI NTSTATUS NTAPI ZwAllocateVirtualMemory(HANDLE ProcessHandle, PVOID *BaseAddress, ULONG_PTR ZeroBits, PSIZE_T RegionSize,
    ULONG AllocationType, ULONG Protect);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwCreateEvent(PHANDLE EventHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, EVENT_TYPE EventType,
    BOOLEAN InitialState);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwDeleteFile(POBJECT_ATTRIBUTES ObjectAttributes);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwDuplicateObject(HANDLE SourceProcessHandle, HANDLE SourceHandle, HANDLE TargetProcessHandle, PHANDLE TargetHandle,
    ACCESS_MASK DesiredAccess, ULONG HandleAttributes, ULONG Options);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwFlushBuffersFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwFlushBuffersFileEx(HANDLE FileHandle, ULONG FLags, PVOID Parameters, ULONG ParametersSize,
    PIO_STATUS_BLOCK IoStatusBlock);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwFlushVirtualMemory(HANDLE ProcessHandle, PVOID *BaseAddress, PSIZE_T RegionSize, PIO_STATUS_BLOCK IoStatus);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwFreeVirtualMemory(HANDLE ProcessHandle, PVOID *BaseAddress, PSIZE_T RegionSize, ULONG FreeType);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwFsControlFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext,
    PIO_STATUS_BLOCK IoStatusBlock, ULONG FsControlCode, PVOID InputBuffer, ULONG InputBufferLength, PVOID OutputBuffer, ULONG OutputBufferLength);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwLockFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext, PIO_STATUS_BLOCK IoStatusBlock,
    PLARGE_INTEGER ByteOffset, PLARGE_INTEGER Length, ULONG Key, BOOLEAN FailImmediately, BOOLEAN ExclusiveLock);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwNotifyChangeKey(HANDLE KeyHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext,
    PIO_STATUS_BLOCK IoStatusBlock, ULONG CompletionFilter, BOOLEAN WatchTree, PVOID Buffer, ULONG BufferSize, BOOLEAN Asynchronous);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwOpenDirectoryObject(PHANDLE DirectoryHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwOpenProcessTokenEx(HANDLE ProcessHandle, ACCESS_MASK DesiredAccess, ULONG HandleAttributes, PHANDLE TokenHandle);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwOpenThreadTokenEx(HANDLE ThreadHandle, ACCESS_MASK DesiredAccess, BOOLEAN OpenAsSelf, ULONG HandleAttributes,
    PHANDLE TokenHandle);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwQueryDirectoryFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext,
    PIO_STATUS_BLOCK IoStatusBlock, PVOID FileInformation, ULONG Length, FILE_INFORMATION_CLASS FileInformationClass, BOOLEAN ReturnSingleEntry,
    PUNICODE_STRING FileName, BOOLEAN RestartScan);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwQueryDirectoryFileEx(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext,
    PIO_STATUS_BLOCK IoStatusBlock, PVOID FileInformation, ULONG Length, FILE_INFORMATION_CLASS FileInformationClass, ULONG QueryFlags,
    PUNICODE_STRING FileName);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwQueryEaFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID Buffer, ULONG Length, BOOLEAN ReturnSingleEntry,
    PVOID EaList, ULONG EaListLength, PULONG EaIndex, BOOLEAN RestartScan);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwQueryQuotaInformationFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID Buffer, ULONG Length,
    BOOLEAN ReturnSingleEntry, PVOID SidList, ULONG SidListLength, PSID StartSid, BOOLEAN RestartScan);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwQuerySecurityObject(HANDLE Handle, SECURITY_INFORMATION SecurityInformation, PSECURITY_DESCRIPTOR SecurityDescriptor,
    ULONG Length, PULONG LengthNeeded);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwSetEaFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID Buffer, ULONG Length);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwSetEvent(HANDLE EventHandle, PLONG PreviousState);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwSetQuotaInformationFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID Buffer, ULONG Length);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwSetSecurityObject(HANDLE Handle, SECURITY_INFORMATION SecurityInformation, PSECURITY_DESCRIPTOR SecurityDescriptor);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwSetVolumeInformationFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID FsInformation, ULONG Length,
    FS_INFORMATION_CLASS FsInformationClass);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwUnlockFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PLARGE_INTEGER ByteOffset, PLARGE_INTEGER Length,
    ULONG Key);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwWaitForSingleObject(HANDLE Handle, BOOLEAN Alertable, PLARGE_INTEGER Timeout);  /* IRQL PASSIVE_LEVEL */
DDI_INLINE void RtlFillMemoryUlong(PVOID Destination, SIZE_T Length, ULONG Pattern)
{
    PULONG p = (PULONG)Destination;
    for (SIZE_T i = 0; i < Length / sizeof(ULONG); i++)
        p[i] = Pattern;
}
DDI_INLINE ULONG HEAP_MAKE_TAG_FLAGS(ULONG TagBase, ULONG Tag) { return TagBase + (Tag << 18); }

#endif
