/*
 * Processors, groups, nodes, affinity. The simulated machine has one group, one NUMA node, and nt_config.cpus processors, all active from
 * the start.
 *
 * Affinity decides which processor's token a thread takes when it raises, and below DISPATCH_LEVEL the number it counts as being on. What a
 * processor itself would do for a driver on x64 (flush caches and write buffers, save floating point state) needs nothing here: host
 * threads have their own state and DMA memory is coherent.
 */
#include "nt/core.h"
#include <string.h>

volatile CCHAR KeNumberProcessors; /* exported variable */

static KAFFINITY all(void)
{
	return nt_cpus_active == 64 ? ~(KAFFINITY)0 : ((KAFFINITY)1 << nt_cpus_active) - 1;
}

void nt_processor_init(unsigned cpus)
{
	nt_cpus_active = cpus < 1 ? 1 : cpus > NT_CPUS ? NT_CPUS : cpus;
	KeNumberProcessors = (CCHAR)nt_cpus_active;
}

unsigned nt_cpu_count(void)
{
	return nt_cpus_active;
}

unsigned nt_cpu_current(void)
{
	const struct nt_thread *t = nt_self();
	return t ? t->cpu : 0;
}

/* ---- counting */
static bool our_group(USHORT group)
{
	return group == 0 || group == ALL_PROCESSOR_GROUPS;
}

KAFFINITY NTAPI KeQueryActiveProcessors(void)
{
	return all();
}

ULONG NTAPI KeQueryActiveProcessorCount(PKAFFINITY ActiveProcessors)
{
	if (ActiveProcessors)
		*ActiveProcessors = all();
	return nt_cpus_active;
}

ULONG NTAPI KeQueryActiveProcessorCountEx(USHORT GroupNumber)
{
	return our_group(GroupNumber) ? nt_cpus_active : 0;
}

ULONG NTAPI KeQueryMaximumProcessorCount(void)
{
	return nt_cpus_active;
}

ULONG NTAPI KeQueryMaximumProcessorCountEx(USHORT GroupNumber)
{
	return our_group(GroupNumber) ? nt_cpus_active : 0;
}

USHORT NTAPI KeQueryActiveGroupCount(void)
{
	return 1;
}

USHORT NTAPI KeQueryMaximumGroupCount(void)
{
	return 1;
}

KAFFINITY NTAPI KeQueryGroupAffinity(USHORT GroupNumber)
{
	return GroupNumber == 0 ? all() : 0;
}

USHORT NTAPI KeQueryHighestNodeNumber(void)
{
	return 0;
}

USHORT NTAPI KeGetCurrentNodeNumber(void)
{
	return 0;
}

void NTAPI KeQueryNodeActiveAffinity(USHORT NodeNumber, PGROUP_AFFINITY Affinity, PUSHORT Count)
{
	if (Affinity)
		*Affinity = (GROUP_AFFINITY){.Mask = NodeNumber == 0 ? all() : 0};
	if (Count)
		*Count = (USHORT)(NodeNumber == 0 ? nt_cpus_active : 0);
}

USHORT NTAPI KeQueryNodeMaximumProcessorCount(USHORT NodeNumber)
{
	return (USHORT)(NodeNumber == 0 ? nt_cpus_active : 0);
}

ULONG NTAPI KeGetCurrentProcessorNumberEx(PPROCESSOR_NUMBER ProcNumber)
{
	unsigned cpu = nt_cpu_current();
	if (ProcNumber)
		*ProcNumber = (PROCESSOR_NUMBER){.Number = (UCHAR)cpu};
	return cpu;
}

ULONG NTAPI KeGetCurrentProcessorNumber(void)
{
	return nt_cpu_current();
}

ULONG NTAPI KeGetCurrentProcessorIndex(void)
{
	return nt_cpu_current();
}

ULONG NTAPI KeGetProcessorIndexFromNumber(PPROCESSOR_NUMBER ProcNumber)
{
	return ProcNumber->Group == 0 && ProcNumber->Number < nt_cpus_active ? ProcNumber->Number : INVALID_PROCESSOR_INDEX;
}

NTSTATUS NTAPI KeGetProcessorNumberFromIndex(ULONG ProcIndex, PPROCESSOR_NUMBER ProcNumber)
{
	if (ProcIndex >= nt_cpus_active)
		return STATUS_INVALID_PARAMETER;
	*ProcNumber = (PROCESSOR_NUMBER){.Number = (UCHAR)ProcIndex};
	return STATUS_SUCCESS;
}

/* Every processor is a core of one package of one node: relationship records as documented for one group. */
NTSTATUS NTAPI KeQueryLogicalProcessorRelationship(PPROCESSOR_NUMBER ProcessorNumber, LOGICAL_PROCESSOR_RELATIONSHIP RelationshipType,
                                                   PSYSTEM_LOGICAL_PROCESSOR_INFORMATION_EX Information, PULONG Length)
{
	ULONG core = (ULONG)(offsetof(SYSTEM_LOGICAL_PROCESSOR_INFORMATION_EX, Processor) + sizeof(PROCESSOR_RELATIONSHIP));
	ULONG node = (ULONG)(offsetof(SYSTEM_LOGICAL_PROCESSOR_INFORMATION_EX, NumaNode) + sizeof(NUMA_NODE_RELATIONSHIP));
	ULONG group = (ULONG)(offsetof(SYSTEM_LOGICAL_PROCESSOR_INFORMATION_EX, Group) + sizeof(GROUP_RELATIONSHIP));
	bool any = RelationshipType == RelationAll;
	unsigned first = 0, last = nt_cpus_active;
	ULONG need = 0;

	if (ProcessorNumber) {
		if (ProcessorNumber->Group || ProcessorNumber->Number >= nt_cpus_active)
			return STATUS_INVALID_PARAMETER;
		first = ProcessorNumber->Number;
		last = first + 1;
	}
	need += any || RelationshipType == RelationProcessorCore ? core * (last - first) : 0;
	need += any || RelationshipType == RelationProcessorPackage ? core : 0;
	need += any || RelationshipType == RelationNumaNode ? node : 0;
	need += any || RelationshipType == RelationGroup ? group : 0;
	ULONG have = *Length;
	*Length = need;
	if (have < need || !Information)
		return need ? STATUS_INFO_LENGTH_MISMATCH : STATUS_SUCCESS;
	memset(Information, 0, need);
	SYSTEM_LOGICAL_PROCESSOR_INFORMATION_EX *at = Information;
#define STEP(bytes) (at = (void *)((UCHAR *)at + (bytes)))
	if (any || RelationshipType == RelationProcessorCore)
		for (unsigned i = first; i < last; i++, STEP(core)) {
			at->Relationship = RelationProcessorCore;
			at->Size = core;
			at->Processor.GroupCount = 1;
			at->Processor.GroupMask[0].Mask = (KAFFINITY)1 << i;
		}
	if (any || RelationshipType == RelationProcessorPackage) {
		at->Relationship = RelationProcessorPackage;
		at->Size = core;
		at->Processor.GroupCount = 1;
		at->Processor.GroupMask[0].Mask = all();
		STEP(core);
	}
	if (any || RelationshipType == RelationNumaNode) {
		at->Relationship = RelationNumaNode;
		at->Size = node;
		at->NumaNode.GroupMask.Mask = all();
		STEP(node);
	}
	if (any || RelationshipType == RelationGroup) {
		at->Relationship = RelationGroup;
		at->Size = group;
		at->Group.MaximumGroupCount = at->Group.ActiveGroupCount = 1;
		at->Group.GroupInfo[0].MaximumProcessorCount = at->Group.GroupInfo[0].ActiveProcessorCount = (UCHAR)nt_cpus_active;
		at->Group.GroupInfo[0].ActiveProcessorMask = all();
	}
#undef STEP
	return STATUS_SUCCESS;
}

/* ---- affinity */
static void move(struct nt_thread *t)
{
	if (t->gs->pcr.Irql < DISPATCH_LEVEL && t->affinity && !(t->affinity >> t->cpu & 1))
		nt_cpu_set(t, (unsigned)__builtin_ctzll(t->affinity)); /* at DISPATCH_LEVEL it takes effect when lowered, as documented */
}

KAFFINITY NTAPI KeSetSystemAffinityThreadEx(KAFFINITY Affinity)
{
	struct nt_thread *t = nt_self_checked("KeSetSystemAffinityThreadEx");
	KAFFINITY old = t->affinity;

	if (!(Affinity & all())) {
		nt_finding("processor", "KeSetSystemAffinityThread(0x%llx): no such processor; there are %u", (unsigned long long)Affinity,
		           nt_cpus_active);
		return old;
	}
	t->affinity = Affinity & all();
	move(t);
	return old;
}

void NTAPI KeSetSystemAffinityThread(KAFFINITY Affinity)
{
	KeSetSystemAffinityThreadEx(Affinity);
}

void NTAPI KeRevertToUserAffinityThreadEx(KAFFINITY Affinity)
{
	struct nt_thread *t = nt_self_checked("KeRevertToUserAffinityThreadEx");
	t->affinity = Affinity & all();
	move(t);
}

void NTAPI KeRevertToUserAffinityThread(void)
{
	KeRevertToUserAffinityThreadEx(0);
}

void NTAPI KeSetSystemGroupAffinityThread(PGROUP_AFFINITY Affinity, PGROUP_AFFINITY PreviousAffinity)
{
	KAFFINITY old = nt_self_checked("KeSetSystemGroupAffinityThread")->affinity;

	if (Affinity->Group == 0 && Affinity->Mask & all() && !(Affinity->Mask & ~all()))
		KeSetSystemAffinityThreadEx(Affinity->Mask);
	else
		old = 0; /* invalid: no effect, PreviousAffinity all zero */
	if (PreviousAffinity)
		*PreviousAffinity = (GROUP_AFFINITY){.Mask = old};
}

void NTAPI KeRevertToUserGroupAffinityThread(PGROUP_AFFINITY PreviousAffinity)
{
	KeRevertToUserAffinityThreadEx(PreviousAffinity->Mask);
}

/* ---- processors never come or go: a callback hears of the existing ones if it asks to */
PVOID NTAPI KeRegisterProcessorChangeCallback(PPROCESSOR_CALLBACK_FUNCTION CallbackFunction, PVOID CallbackContext, ULONG Flags)
{
	NTSTATUS status = STATUS_SUCCESS;

	for (unsigned i = 0; Flags & KE_PROCESSOR_CHANGE_ADD_EXISTING && i < nt_cpus_active; i++) {
		for (unsigned k = 0; k < 2 && NT_SUCCESS(status); k++) {
			KE_PROCESSOR_CHANGE_NOTIFY_CONTEXT c = {.State = k ? KeProcessorAddCompleteNotify : KeProcessorAddStartNotify,
			                                        .NtNumber = i,
			                                        .ProcNumber = {.Number = (UCHAR)i}};
			CallbackFunction(CallbackContext, &c, &status);
		}
		if (!NT_SUCCESS(status))
			return NULL;
	}
	return nt_pool_alloc(sizeof(void *), 'hcrP');
}

void NTAPI KeDeregisterProcessorChangeCallback(PVOID CallbackHandle)
{
	nt_pool_free(CallbackHandle);
}

/* The function runs for every processor in turn, at IPI_LEVEL, on this thread. Limit: it cannot wait inside for another processor's
 * instance. */
ULONG_PTR NTAPI KeIpiGenericCall(PKIPI_BROADCAST_WORKER BroadcastFunction, ULONG_PTR Context)
{
	struct nt_thread *t = nt_self_checked("KeIpiGenericCall");
	KIRQL old = nt_raise(IPI_LEVEL);
	unsigned own = t->cpu;
	ULONG_PTR result = 0;

	for (unsigned i = 0; i < nt_cpus_active; i++) {
		t->gs->legacy_number = (uint8_t)i;
		t->gs->number = i;
		t->cpu = i;
		ULONG_PTR r = BroadcastFunction(Context);
		if (i == own)
			result = r;
	}
	nt_cpu_set(t, own);
	nt_lower(old);
	return result;
}

/* ---- Windows Server 2022: a node's processors in several groups. Here there is one. */
USHORT NTAPI KeQueryNodeActiveProcessorCount(USHORT NodeNumber)
{
	return (USHORT)(NodeNumber == 0 ? nt_cpus_active : 0);
}

NTSTATUS NTAPI KeQueryNodeActiveAffinity2(USHORT NodeNumber, PGROUP_AFFINITY GroupAffinities, USHORT GroupAffinitiesCount,
                                          PUSHORT GroupAffinitiesRequired)
{
	if (NodeNumber != 0)
		return STATUS_INVALID_PARAMETER;
	*GroupAffinitiesRequired = 1;
	if (GroupAffinitiesCount < 1)
		return STATUS_BUFFER_TOO_SMALL;
	GroupAffinities[0] = (GROUP_AFFINITY){.Mask = all()};
	return STATUS_SUCCESS;
}

struct affinity_token {
	KAFFINITY before;
};

NTSTATUS NTAPI PsAllocateAffinityToken(PVOID *AffinityToken)
{
	*AffinityToken = nt_pool_alloc(sizeof(struct affinity_token), 'ffAP');
	return *AffinityToken ? STATUS_SUCCESS : STATUS_INSUFFICIENT_RESOURCES;
}

void NTAPI PsFreeAffinityToken(PVOID AffinityToken)
{
	nt_pool_free(AffinityToken);
}

NTSTATUS NTAPI PsSetSystemMultipleGroupAffinityThread(PGROUP_AFFINITY GroupAffinities, USHORT GroupCount, PVOID AffinityToken)
{
	KAFFINITY mask = 0;
	for (unsigned i = 0; i < GroupCount; i++)
		mask |= GroupAffinities[i].Group == 0 ? GroupAffinities[i].Mask & all() : 0;
	if (!mask)
		return STATUS_INVALID_PARAMETER;
	((struct affinity_token *)AffinityToken)->before = KeSetSystemAffinityThreadEx(mask);
	return STATUS_SUCCESS;
}

void NTAPI PsRevertToUserMultipleGroupAffinityThread(PVOID AffinityToken)
{
	KeRevertToUserAffinityThreadEx(((struct affinity_token *)AffinityToken)->before);
}

ULONG NTAPI KeGetRecommendedSharedDataAlignment(void)
{
	return 64;
}

BOOLEAN NTAPI ExIsProcessorFeaturePresent(ULONG ProcessorFeature)
{
	const KUSER_SHARED_DATA *d = nt_kuser_page();
	return ProcessorFeature < ARRAY_LEN(d->ProcessorFeatures) && d->ProcessorFeatures[ProcessorFeature];
}

void NTAPI KeFlushIoBuffers(PMDL Mdl, BOOLEAN ReadOperation, BOOLEAN DmaOperation)
{
}

void NTAPI KeFlushWriteBuffer(void)
{
	__atomic_thread_fence(__ATOMIC_SEQ_CST);
}

BOOLEAN NTAPI KeInvalidateAllCaches(void)
{
	return TRUE;
}

void NTAPI KeInvalidateRangeAllCaches(PVOID BaseAddress, ULONG Length)
{
}

NTSTATUS NTAPI KeSaveExtendedProcessorState(ULONG64 Mask, PXSTATE_SAVE XStateSave)
{
	XStateSave->Thread = (struct _KTHREAD *)nt_self_checked("KeSaveExtendedProcessorState")->object;
	return STATUS_SUCCESS;
}

void NTAPI KeRestoreExtendedProcessorState(PXSTATE_SAVE XStateSave)
{
}
