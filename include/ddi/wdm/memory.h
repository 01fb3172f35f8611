/*
 * wdm/memory.h: memory: MDLs, mapping, locking, I/O space.
 * learn.microsoft.com/windows-hardware/drivers/kernel/memory-management-for-windows-drivers
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/wdm/ + nf-wdm-<function>, ns-wdm-_<structure>, ne-wdm-_<enumeration>, nc-wdm-<callback>, all lower case.
 * A part of wdm.h: include that.
 */
#ifndef FLUE_DDI_WDM_MEMORY_H
#define FLUE_DDI_WDM_MEMORY_H

#define SE_LOCK_MEMORY_PRIVILEGE                                4
#define SECTION_QUERY                                           1
#define SECTION_MAP_WRITE                                       2
#define SECTION_MAP_READ                                        4
#define SECTION_MAP_EXECUTE                                     8
#define SECTION_EXTEND_SIZE                                     0x10
#define SECTION_MAP_EXECUTE_EXPLICIT                            0x20
#define SECTION_ALL_ACCESS                                      0x000F001F
#define SEGMENT_ALL_ACCESS                                      0x000F001F
#define PAGE_NOACCESS                                           1
#define PAGE_READONLY                                           2
#define PAGE_READWRITE                                          4
#define PAGE_WRITECOPY                                          8
#define PAGE_EXECUTE                                            0x10
#define PAGE_EXECUTE_READ                                       0x20
#define PAGE_EXECUTE_READWRITE                                  0x40
#define PAGE_EXECUTE_WRITECOPY                                  0x80
#define PAGE_GUARD                                              0x00000100
#define PAGE_NOCACHE                                            0x00000200
#define PAGE_WRITECOMBINE                                       0x00000400
#define PAGE_REVERT_TO_FILE_MAP                                 0x80000000
#define PAGE_ENCLAVE_THREAD_CONTROL                             0x80000000
#define PAGE_TARGETS_NO_UPDATE                                  0x40000000
#define PAGE_TARGETS_INVALID                                    0x40000000
#define PAGE_ENCLAVE_UNVALIDATED                                0x20000000
#define PAGE_ENCLAVE_NO_CHANGE                                  0x20000000
#define MEM_COMMIT                                              0x00001000
#define MEM_RESERVE                                             0x00002000
#define MEM_DECOMMIT                                            0x00004000
#define MEM_RELEASE                                             0x00008000
#define MEM_FREE                                                0x00010000
#define MEM_PRIVATE                                             0x00020000
#define MEM_MAPPED                                              0x00040000
#define MEM_RESET                                               0x00080000
#define MEM_TOP_DOWN                                            0x00100000
#define MEM_RESET_UNDO                                          0x01000000
#define MEM_LARGE_PAGES                                         0x20000000
#define MEM_4MB_PAGES                                           0x80000000
#define SEC_64K_PAGES                                           0x00080000
#define SEC_FILE                                                0x00800000
#define SEC_RESERVE                                             0x04000000
#define SEC_COMMIT                                              0x08000000
#define SEC_LARGE_PAGES                                         0x80000000
#define PAGE_SIZE                                               0x00001000
#define PAGE_SHIFT                                              12
#define MDL_MAPPED_TO_SYSTEM_VA                                 1
#define MDL_PAGES_LOCKED                                        2
#define MDL_ALLOCATED_FIXED_SIZE                                8
#define MDL_PARTIAL                                             0x10
#define MDL_PARTIAL_HAS_BEEN_MAPPED                             0x20
#define MDL_IO_PAGE_READ                                        0x40
#define MDL_WRITE_OPERATION                                     0x80
#define MDL_LOCKED_PAGE_TABLES                                  0x00000100
#define MDL_PARENT_MAPPED_SYSTEM_VA                             0x00000100
#define MDL_FREE_EXTRA_PTES                                     0x00000200
#define MDL_DESCRIBES_AWE                                       0x00000400
#define MDL_IO_SPACE                                            0x00000800
#define MDL_NETWORK_HEADER                                      0x00001000
#define MDL_MAPPING_CAN_FAIL                                    0x00002000
#define MDL_PAGE_CONTENTS_INVARIANT                             0x00004000
#define MDL_ALLOCATED_MUST_SUCCEED                              0x00004000
#define MDL_INTERNAL                                            0x00008000
#define MM_MAXIMUM_DISK_IO_SIZE                                 0x00010000
#define MM_PERMANENT_ADDRESS_IS_IO_SPACE                        1
#define MdlMappingNoWrite                                       0x80000000
#define MdlMappingNoExecute                                     0x40000000
#define MM_DONT_ZERO_ALLOCATION                                 1
#define MM_ALLOCATE_FROM_LOCAL_NODE_ONLY                        2
#define MM_ALLOCATE_FULLY_REQUIRED                              4
#define MM_ALLOCATE_PREFER_CONTIGUOUS                           0x10
#define MM_ALLOCATE_REQUIRE_CONTIGUOUS_CHUNKS                   0x20
#define MM_ALLOCATE_FAST_LARGE_PAGES                            0x40
#define MM_ALLOCATE_TRIM_IF_NECESSARY                           0x80
#define MM_ALLOCATE_AND_HOT_REMOVE                              0x00000100
#define MM_FREE_MDL_PAGES_ZERO                                  1
#define SL_PERSISTENT_MEMORY_FIXED_MAPPING                      0x20

typedef ULONG PFN_COUNT;
typedef ULONG64 PFN_NUMBER;
typedef LONG64 SPFN_NUMBER;

typedef struct _FILE_MEMORY_PARTITION_INFORMATION {
    ULONG_PTR OwnerPartitionHandle;
    union {
        struct {
            UCHAR NoCrossPartitionAccess;
            UCHAR Spare[3];
        };
        ULONG AllFlags;
    } Flags;
} FILE_MEMORY_PARTITION_INFORMATION, *PFILE_MEMORY_PARTITION_INFORMATION;

struct _EPROCESS;

/* Describes memory by page frames; see wdm/inline/mm.h for its use. learn.microsoft.com/windows-hardware/drivers/kernel/using-mdls */
struct _MDL {
    struct _MDL *Next;
    CSHORT Size;
    CSHORT MdlFlags;
    struct _EPROCESS *Process;
    PVOID MappedSystemVa;
    PVOID StartVa;
    ULONG ByteCount;
    ULONG ByteOffset;
};

typedef struct _MM_PHYSICAL_ADDRESS_LIST {
    PHYSICAL_ADDRESS PhysicalAddress;
    SIZE_T NumberOfBytes;
} MM_PHYSICAL_ADDRESS_LIST, *PMM_PHYSICAL_ADDRESS_LIST;

typedef struct _SECTION_OBJECT_POINTERS {
    PVOID DataSectionObject;
    PVOID SharedCacheMap;
    PVOID ImageSectionObject;
} SECTION_OBJECT_POINTERS, *PSECTION_OBJECT_POINTERS;

typedef enum _MEMORY_CACHING_TYPE {
    MmNonCached,
    MmCached,
    MmWriteCombined,
    MmHardwareCoherentCached,
    MmNonCachedUnordered,
    MmUSWCCached,
    MmMaximumCacheType,
    MmNotMapped = -1,
} MEMORY_CACHING_TYPE;

typedef enum _MEMORY_CACHING_TYPE_ORIG {
    MmFrameBufferCached = 2,
} MEMORY_CACHING_TYPE_ORIG;

typedef enum _MM_MDL_PAGE_CONTENTS_STATE {
    MmMdlPageContentsDynamic,
    MmMdlPageContentsInvariant,
    MmMdlPageContentsQuery,
} MM_MDL_PAGE_CONTENTS_STATE, PMM_MDL_PAGE_CONTENTS_STATE;

typedef void NTAPI MM_MDL_ROUTINE(PVOID DriverContext, PVOID MappedVa);  /* IRQL <= DISPATCH_LEVEL */

typedef enum _MM_PAGE_PRIORITY {
    LowPagePriority,
    NormalPagePriority = 16,
    HighPagePriority = 32,
} MM_PAGE_PRIORITY;

typedef enum _MM_SYSTEM_SIZE {
    MmSmallSystem,
    MmMediumSystem,
    MmLargeSystem,
} MM_SYSTEMSIZE;

typedef BOOLEAN (NTAPI *PFN_RTL_IS_NTDDI_VERSION_AVAILABLE)(ULONG Version);
typedef BOOLEAN (NTAPI *PFN_RTL_IS_SERVICE_PACK_VERSION_INSTALLED)(ULONG Version);
typedef NTSTATUS (NTAPI *PMM_DLL_INITIALIZE)(PUNICODE_STRING RegistryPath);
typedef NTSTATUS (NTAPI *PMM_DLL_UNLOAD)(void);
typedef MM_MDL_ROUTINE *PMM_MDL_ROUTINE;
typedef ULONG64 *PPFN_NUMBER;
typedef LONG64 *PSPFN_NUMBER;

typedef enum _SECTION_INHERIT {
    ViewShare = 1,
    ViewUnmap,
} SECTION_INHERIT;

typedef ULONG NODE_REQUIREMENT;
typedef struct _DRIVER_OBJECT DRIVER_OBJECT, *PDRIVER_OBJECT;
typedef struct _EPROCESS *PEPROCESS;
typedef union _FILE_SEGMENT_ELEMENT FILE_SEGMENT_ELEMENT, *PFILE_SEGMENT_ELEMENT;

NTKERNELAPI PMDL NTAPI IoAllocateMdl(PVOID VirtualAddress, ULONG Length, BOOLEAN SecondaryBuffer, BOOLEAN ChargeQuota, PIRP Irp);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI IoBuildPartialMdl(PMDL SourceMdl, PMDL TargetMdl, PVOID VirtualAddress, ULONG Length);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI IoFreeMdl(PMDL Mdl);  /* IRQL <= DISPATCH_LEVEL */
extern NTKERNELAPI PBOOLEAN Mm64BitPhysicalAddress;
NTKERNELAPI NTSTATUS NTAPI MmAddVerifierSpecialThunks(ULONG_PTR EntryRoutine, PVOID ThunkBuffer, ULONG ThunkBufferSize);
NTKERNELAPI NTSTATUS NTAPI MmAddVerifierThunks(PVOID ThunkBuffer, ULONG ThunkBufferSize);
NTKERNELAPI NTSTATUS NTAPI MmAdvanceMdl(PMDL Mdl, ULONG NumberOfBytes);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI PVOID NTAPI MmAllocateContiguousMemory(SIZE_T NumberOfBytes, PHYSICAL_ADDRESS HighestAcceptableAddress);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI PVOID NTAPI MmAllocateContiguousMemorySpecifyCache(SIZE_T NumberOfBytes, PHYSICAL_ADDRESS LowestAcceptableAddress,
    PHYSICAL_ADDRESS HighestAcceptableAddress, PHYSICAL_ADDRESS BoundaryAddressMultiple, MEMORY_CACHING_TYPE CacheType);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI PVOID NTAPI MmAllocateContiguousMemorySpecifyCacheNode(SIZE_T NumberOfBytes, PHYSICAL_ADDRESS LowestAcceptableAddress,
    PHYSICAL_ADDRESS HighestAcceptableAddress, PHYSICAL_ADDRESS BoundaryAddressMultiple, MEMORY_CACHING_TYPE CacheType,
    NODE_REQUIREMENT PreferredNode);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI PVOID NTAPI MmAllocateContiguousNodeMemory(SIZE_T NumberOfBytes, PHYSICAL_ADDRESS LowestAcceptableAddress,
    PHYSICAL_ADDRESS HighestAcceptableAddress, PHYSICAL_ADDRESS BoundaryAddressMultiple, ULONG Protect, NODE_REQUIREMENT PreferredNode);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI PVOID NTAPI MmAllocateMappingAddress(SIZE_T NumberOfBytes, ULONG PoolTag);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI MmAllocateMdlForIoSpace(PMM_PHYSICAL_ADDRESS_LIST PhysicalAddressList, SIZE_T NumberOfEntries, PMDL *NewMdl);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI PMDL NTAPI MmAllocateNodePagesForMdlEx(PHYSICAL_ADDRESS LowAddress, PHYSICAL_ADDRESS HighAddress, PHYSICAL_ADDRESS SkipBytes,
    SIZE_T TotalBytes, MEMORY_CACHING_TYPE CacheType, ULONG IdealNode, ULONG Flags);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI PMDL NTAPI MmAllocatePagesForMdl(PHYSICAL_ADDRESS LowAddress, PHYSICAL_ADDRESS HighAddress, PHYSICAL_ADDRESS SkipBytes,
    SIZE_T TotalBytes);
NTKERNELAPI PMDL NTAPI MmAllocatePagesForMdlEx(PHYSICAL_ADDRESS LowAddress, PHYSICAL_ADDRESS HighAddress, PHYSICAL_ADDRESS SkipBytes,
    SIZE_T TotalBytes, MEMORY_CACHING_TYPE CacheType, ULONG Flags);
NTKERNELAPI PMDL NTAPI MmAllocatePartitionNodePagesForMdlEx(PHYSICAL_ADDRESS LowAddress, PHYSICAL_ADDRESS HighAddress, PHYSICAL_ADDRESS SkipBytes,
    SIZE_T TotalBytes, MEMORY_CACHING_TYPE CacheType, ULONG IdealNode, ULONG Flags, PVOID PartitionObject);
NTKERNELAPI LOGICAL NTAPI MmAreMdlPagesCached(PMDL MemoryDescriptorList);
extern NTKERNELAPI PVOID MmBadPointer;
NTKERNELAPI PMDL NTAPI MmCreateMdl(PMDL MemoryDescriptorList, PVOID Base, SIZE_T Length);
NTKERNELAPI void NTAPI MmFreeContiguousMemory(PVOID BaseAddress);
NTKERNELAPI void NTAPI MmFreeContiguousMemorySpecifyCache(PVOID BaseAddress, SIZE_T NumberOfBytes, MEMORY_CACHING_TYPE CacheType);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI MmFreeMappingAddress(PVOID BaseAddress, ULONG PoolTag);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI MmFreePagesFromMdl(PMDL MemoryDescriptorList);
NTKERNELAPI void NTAPI MmFreePagesFromMdlEx(PMDL MemoryDescriptorList, ULONG Flags);
NTKERNELAPI PVOID NTAPI MmGetSystemRoutineAddress(PUNICODE_STRING SystemRoutineName);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI LOGICAL NTAPI MmIsDriverSuspectForVerifier(struct _DRIVER_OBJECT *DriverObject);  /* IRQL <= APC_LEVEL */
NTKERNELAPI LOGICAL NTAPI MmIsDriverVerifying(struct _DRIVER_OBJECT *DriverObject);  /* IRQL <= APC_LEVEL */
NTKERNELAPI LOGICAL NTAPI MmIsDriverVerifyingByAddress(PVOID AddressWithinSection);  /* IRQL <= APC_LEVEL */
NTKERNELAPI LOGICAL NTAPI MmIsIoSpaceActive(PHYSICAL_ADDRESS StartAddress, SIZE_T NumberOfBytes);
NTKERNELAPI NTSTATUS NTAPI MmIsVerifierEnabled(PULONG VerifierFlags);
NTKERNELAPI PVOID NTAPI MmLockPagableDataSection(PVOID AddressWithinSection);  /* IRQL <= APC_LEVEL */
NTKERNELAPI PVOID NTAPI MmMapIoSpace(PHYSICAL_ADDRESS PhysicalAddress, SIZE_T NumberOfBytes, MEMORY_CACHING_TYPE CacheType);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI PVOID NTAPI MmMapIoSpaceEx(PHYSICAL_ADDRESS PhysicalAddress, SIZE_T NumberOfBytes, ULONG Protect);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI PVOID NTAPI MmMapLockedPages(PMDL MemoryDescriptorList, KPROCESSOR_MODE AccessMode);
NTKERNELAPI PVOID NTAPI MmMapLockedPagesSpecifyCache(PMDL MemoryDescriptorList, KPROCESSOR_MODE AccessMode, MEMORY_CACHING_TYPE CacheType,
    PVOID RequestedAddress, ULONG BugCheckOnFailure, ULONG Priority);
NTKERNELAPI PVOID NTAPI MmMapLockedPagesWithReservedMapping(PVOID MappingAddress, ULONG PoolTag, PMDL MemoryDescriptorList,
    MEMORY_CACHING_TYPE CacheType);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI MmMapMdl(PMDL MemoryDescriptorList, ULONG Protection, PMM_MDL_ROUTINE DriverRoutine, PVOID DriverContext);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI MM_MDL_PAGE_CONTENTS_STATE NTAPI MmMdlPageContentsState(PMDL MemoryDescriptorList, MM_MDL_PAGE_CONTENTS_STATE State);
NTKERNELAPI PVOID NTAPI MmPageEntireDriver(PVOID AddressWithinSection);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI MmProbeAndLockPages(PMDL MemoryDescriptorList, KPROCESSOR_MODE AccessMode, LOCK_OPERATION Operation);
NTKERNELAPI void NTAPI MmProbeAndLockProcessPages(PMDL MemoryDescriptorList, PEPROCESS Process, KPROCESSOR_MODE AccessMode, LOCK_OPERATION Operation);
NTKERNELAPI void NTAPI MmProbeAndLockSelectedPages(PMDL MemoryDescriptorList, PFILE_SEGMENT_ELEMENT SegmentArray, KPROCESSOR_MODE AccessMode,
    LOCK_OPERATION Operation);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI MmProtectMdlSystemAddress(PMDL MemoryDescriptorList, ULONG NewProtect);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI MM_SYSTEMSIZE NTAPI MmQuerySystemSize(void);  /* any IRQL */
NTKERNELAPI void NTAPI MmResetDriverPaging(PVOID AddressWithinSection);  /* IRQL <= APC_LEVEL */
NTKERNELAPI NTSTATUS NTAPI MmSetPermanentCacheAttribute(PHYSICAL_ADDRESS StartAddress, LARGE_INTEGER NumberOfBytes, MEMORY_CACHING_TYPE CacheType,
    ULONG Flags);
NTKERNELAPI SIZE_T NTAPI MmSizeOfMdl(PVOID Base, SIZE_T Length);  /* any IRQL */
NTKERNELAPI void NTAPI MmUnlockPagableImageSection(PVOID ImageSectionHandle);  /* IRQL <= APC_LEVEL */
NTKERNELAPI void NTAPI MmUnlockPages(PMDL MemoryDescriptorList);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI MmUnmapIoSpace(PVOID BaseAddress, SIZE_T NumberOfBytes);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI void NTAPI MmUnmapLockedPages(PVOID BaseAddress, PMDL MemoryDescriptorList);
NTKERNELAPI void NTAPI MmUnmapReservedMapping(PVOID BaseAddress, ULONG PoolTag, PMDL MemoryDescriptorList);  /* IRQL <= DISPATCH_LEVEL */
NTKERNELAPI NTSTATUS NTAPI VslCreateSecureSection(PHANDLE Handle, PEPROCESS TargetProcess, PMDL Mdl, ULONG DevicePageProtection, ULONG Attributes);
NTKERNELAPI NTSTATUS NTAPI VslDeleteSecureSection(HANDLE GlobalHandle);
NTKERNELAPI NTSTATUS NTAPI ZwCreateSection(PHANDLE SectionHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
    PLARGE_INTEGER MaximumSize, ULONG SectionPageProtection, ULONG AllocationAttributes, HANDLE FileHandle);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwMapViewOfSection(HANDLE SectionHandle, HANDLE ProcessHandle, PVOID *BaseAddress, ULONG_PTR ZeroBits, SIZE_T CommitSize,
    PLARGE_INTEGER SectionOffset, PSIZE_T ViewSize, SECTION_INHERIT InheritDisposition, ULONG AllocationType, ULONG Win32Protect);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwOpenSection(PHANDLE SectionHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes);  /* IRQL PASSIVE_LEVEL */
NTKERNELAPI NTSTATUS NTAPI ZwUnmapViewOfSection(HANDLE ProcessHandle, PVOID BaseAddress);  /* IRQL PASSIVE_LEVEL */

#endif
