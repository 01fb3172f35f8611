/*
 * What NDIS tells drivers of processors: one group, one socket, no hyper-threads, every processor an RSS processor. And which NDIS it is.
 * learn.microsoft.com/windows-hardware/drivers/network/processor-information-in-ndis-6-20
 */
#include "ndis/io.h"
#include <string.h>

static KAFFINITY all_processors(void)
{
	const unsigned n = nt_cpu_count();
	return n >= 64 ? ~(KAFFINITY)0 : ((KAFFINITY)1 << n) - 1;
}

static NDIS_PROCESSOR_VENDOR vendor(void)
{
	unsigned r[4];
	char name[13] = "";
	__asm__("cpuid" : "=a"(r[0]), "=b"(r[1]), "=c"(r[2]), "=d"(r[3]) : "a"(0), "c"(0));
	memcpy(name, &r[1], 4);
	memcpy(name + 4, &r[3], 4);
	memcpy(name + 8, &r[2], 4);
	return !strcmp(name, "GenuineIntel")   ? NdisProcessorVendorGenuineIntel
	       : !strcmp(name, "AuthenticAMD") ? NdisProcessorVendorAuthenticAMD
	                                       : NdisProcessorVendorUnknown;
}

CCHAR NTAPI NdisSystemProcessorCount(void)
{
	return (CCHAR)nt_cpu_count();
}

ULONG NTAPI NdisSystemActiveProcessorCount(PKAFFINITY ActiveProcessors)
{
	if (ActiveProcessors)
		*ActiveProcessors = all_processors();
	return nt_cpu_count();
}

USHORT NTAPI NdisActiveGroupCount(void)
{
	return 1;
}

USHORT NTAPI NdisMaxGroupCount(void)
{
	return 1;
}

ULONG NTAPI NdisGroupActiveProcessorCount(USHORT Group)
{
	return Group == 0 || Group == ALL_PROCESSOR_GROUPS ? nt_cpu_count() : 0;
}

ULONG NTAPI NdisGroupMaxProcessorCount(USHORT Group)
{
	return NdisGroupActiveProcessorCount(Group);
}

KAFFINITY NTAPI NdisGroupActiveProcessorMask(USHORT Group)
{
	return Group == 0 ? all_processors() : 0;
}

PROCESSOR_NUMBER NTAPI NdisCurrentGroupAndProcessor(void)
{
	return (PROCESSOR_NUMBER){.Group = 0, .Number = (UCHAR)nt_cpu_current()};
}

ULONG NTAPI NdisProcessorNumberToIndex(PROCESSOR_NUMBER ProcNum)
{
	return ProcNum.Group == 0 && ProcNum.Number < nt_cpu_count() ? ProcNum.Number : INVALID_PROCESSOR_INDEX;
}

NTSTATUS NTAPI NdisProcessorIndexToNumber(ULONG ProcIndex, PPROCESSOR_NUMBER ProcNum)
{
	if (ProcIndex >= nt_cpu_count())
		return STATUS_INVALID_PARAMETER;
	*ProcNum = (PROCESSOR_NUMBER){.Group = 0, .Number = (UCHAR)ProcIndex};
	return STATUS_SUCCESS;
}

/* Idle and busy time since start, 100 ns units: nothing here measures a processor's load, so it is told to be idle. */
void NTAPI NdisGetCurrentProcessorCounts(PULONG pIdleCount, PULONG pKernelAndUser, PULONG pIndex)
{
	*pIdleCount = (ULONG)(nt_time_100ns() / 10000);
	*pKernelAndUser = 0;
	*pIndex = nt_cpu_current();
}

void NTAPI NdisGetCurrentProcessorCpuUsage(PULONG pCpuUsage)
{
	*pCpuUsage = 0; /* per cent */
}

NDIS_STATUS NTAPI NdisGetProcessorInformation(PNDIS_SYSTEM_PROCESSOR_INFO p)
{
	const unsigned n = nt_cpu_count();
	if (p->Header.Type != NDIS_OBJECT_TYPE_DEFAULT || p->Header.Size < NDIS_SIZEOF_SYSTEM_PROCESSOR_INFO_REVISION_1)
		return NDIS_STATUS_BUFFER_TOO_SHORT;
	p->Flags = 0;
	p->ProcessorVendor = vendor();
	p->NumPhysicalPackages = 1;
	p->NumCores = p->NumCoresPerPhysicalPackage = n;
	p->MaxHyperThreadingCpusPerCore = 1;
	p->RssBaseCpu = 0;
	p->RssCpuCount = n;
	for (unsigned i = 0; i < n && i < ARRAY_LEN(p->CpuInfo); i++) {
		p->CpuInfo[i] = (NDIS_PROCESSOR_INFO){.CpuNumber = i, .CoreId = i};
		if (p->RssProcessors)
			p->RssProcessors[i] = (UCHAR)i;
	}
	return NDIS_STATUS_SUCCESS;
}

NDIS_STATUS NTAPI NdisGetProcessorInformationEx(NDIS_HANDLE NdisHandle, PNDIS_SYSTEM_PROCESSOR_INFO_EX SystemProcessorInfo, PSIZE_T Size)
{
	const unsigned n = nt_cpu_count();
	const size_t head = ALIGN_UP_TO(sizeof(NDIS_SYSTEM_PROCESSOR_INFO_EX), 8), need = head + n * sizeof(NDIS_PROCESSOR_INFO_EX);
	NDIS_SYSTEM_PROCESSOR_INFO_EX *p = SystemProcessorInfo;
	(void)NdisHandle;
	if (!p || *Size < need) {
		*Size = need;
		return NDIS_STATUS_BUFFER_TOO_SHORT;
	}
	memset(p, 0, need);
	p->Header = (NDIS_OBJECT_HEADER){NDIS_OBJECT_TYPE_DEFAULT, NDIS_SYSTEM_PROCESSOR_INFO_EX_REVISION_1,
	                                 NDIS_SIZEOF_SYSTEM_PROCESSOR_INFO_EX_REVISION_1};
	p->ProcessorVendor = vendor();
	p->NumSockets = 1;
	p->NumCores = p->NumCoresPerSocket = n;
	p->MaxHyperThreadingProcsPerCore = 1;
	p->ProcessorInfoOffset = (ULONG)head;
	p->NumberOfProcessors = n;
	p->ProcessorInfoEntrySize = sizeof(NDIS_PROCESSOR_INFO_EX);
	NDIS_PROCESSOR_INFO_EX *e = (NDIS_PROCESSOR_INFO_EX *)((char *)p + head);
	for (unsigned i = 0; i < n; i++)
		e[i] = (NDIS_PROCESSOR_INFO_EX){.ProcNum = {.Number = (UCHAR)i}, .CoreId = i};
	*Size = need;
	return NDIS_STATUS_SUCCESS;
}

NDIS_STATUS NTAPI NdisGetRssProcessorInformation(NDIS_HANDLE NdisHandle, PNDIS_RSS_PROCESSOR_INFO RssProcessorInfo, PSIZE_T Size)
{
	struct ndis_adapter *a = io_adapter_of_any(NdisHandle);
	const bool second = !a || a->driver->version >= NDIS_V630;
	const unsigned n = nt_cpu_count();
	const size_t fixed = second ? NDIS_SIZEOF_RSS_PROCESSOR_INFO_REVISION_2 : NDIS_SIZEOF_RSS_PROCESSOR_INFO_REVISION_1,
	             head = ALIGN_UP_TO(fixed, 8), need = head + n * sizeof(NDIS_RSS_PROCESSOR);
	NDIS_RSS_PROCESSOR_INFO *p = RssProcessorInfo;
	if (!p || *Size < need) {
		*Size = need;
		return NDIS_STATUS_BUFFER_TOO_SHORT;
	}
	memset(p, 0, need);
	p->Header = (NDIS_OBJECT_HEADER){NDIS_OBJECT_TYPE_DEFAULT,
	                                 second ? NDIS_RSS_PROCESSOR_INFO_REVISION_2 : NDIS_RSS_PROCESSOR_INFO_REVISION_1, (USHORT)fixed};
	p->MaxNumRssProcessors = n;
	p->RssProcessorArrayOffset = (ULONG)head;
	p->RssProcessorCount = n;
	p->RssProcessorEntrySize = sizeof(NDIS_RSS_PROCESSOR);
	if (second) {
		p->RssMaxProcessor = (PROCESSOR_NUMBER){.Number = (UCHAR)(n - 1)};
		p->RssProfile = NdisRssProfileClosest;
	}
	NDIS_RSS_PROCESSOR *e = (NDIS_RSS_PROCESSOR *)((char *)p + head);
	for (unsigned i = 0; i < n; i++)
		e[i] = (NDIS_RSS_PROCESSOR){.ProcNum = {.Number = (UCHAR)i}};
	*Size = need;
	return NDIS_STATUS_SUCCESS;
}

NDIS_STATUS NTAPI NdisGetHypervisorInfo(PNDIS_HYPERVISOR_INFO HypervisorInfo)
{
	if (HypervisorInfo->Header.Size < NDIS_SIZEOF_HYPERVISOR_INFO_REVISION_1)
		return NDIS_STATUS_BUFFER_TOO_SHORT;
	HypervisorInfo->Flags = 0; /* the machine that we play is a physical one */
	HypervisorInfo->PartitionType = NdisHypervisorPartitionTypeUnknown;
	return NDIS_STATUS_SUCCESS;
}

UINT NTAPI NdisGetVersion(void)
{
	return ndis.version;
}
