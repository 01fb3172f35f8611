/*
 * The admin queue (commands to the firmware and their completions) and the event queue.
 *
 * One piece of shared memory holds both rings, the event ring and a data buffer per command slot, so that no command's data outlives its
 * memory. A command is identified by its slot; the card completes in order, but nothing here relies on that. Completions and events are
 * drained by the DPC (ToeAdminPoll); each calls its TOE_DONE without any lock.
 *
 * A watchdog looks every WATCHDOG_MS while commands are outstanding: no completion since the last look means that the firmware hangs, and
 * the card is reset (reset.c). OID requests therefore end within a second whatever the card does.
 */
#include "toe.h"

#define WATCHDOG_MS        400 /* a silent firmware is noticed after one to two of these */
#define OFFSET_COMPLETIONS (TOE_ADMIN_ENTRIES * sizeof(struct toe_command))
#define OFFSET_EVENTS      (OFFSET_COMPLETIONS + TOE_ADMIN_ENTRIES * sizeof(struct toe_completion))
#define OFFSET_BUFFERS     (OFFSET_EVENTS + TOE_EVENT_ENTRIES * sizeof(struct toe_event))
#define MEMORY_SIZE        (OFFSET_BUFFERS + TOE_ADMIN_ENTRIES * TOE_BUFFER_SIZE)
C_ASSERT(OFFSET_COMPLETIONS % 64 == 0 && OFFSET_EVENTS % 64 == 0 && OFFSET_BUFFERS % 64 == 0);
C_ASSERT(TOE_MULTICAST_MAX * 6 <= TOE_BUFFER_SIZE && sizeof(struct toe_statistics) <= TOE_BUFFER_SIZE);

NDIS_STATUS ToeAdminAllocate(TOE_ADAPTER *Adapter)
{
	TOE_ADMIN *Admin = &Adapter->Admin;
	NDIS_TIMER_CHARACTERISTICS Timer;
	PVOID Memory = NULL;

	NdisMAllocateSharedMemory(Adapter->Handle, MEMORY_SIZE, TRUE, &Memory, &Admin->Physical);
	if (Memory == NULL)
		return NDIS_STATUS_RESOURCES;
	Admin->Memory = Memory;
	Admin->Commands = Memory;
	Admin->Completions = (volatile struct toe_completion *)(Admin->Memory + OFFSET_COMPLETIONS);
	Admin->Events = (volatile struct toe_event *)(Admin->Memory + OFFSET_EVENTS);
	Admin->Buffers = Admin->Memory + OFFSET_BUFFERS;

	NdisZeroMemory(&Timer, sizeof(Timer));
	Timer.Header.Type = NDIS_OBJECT_TYPE_TIMER_CHARACTERISTICS;
	Timer.Header.Revision = NDIS_TIMER_CHARACTERISTICS_REVISION_1;
	Timer.Header.Size = NDIS_SIZEOF_TIMER_CHARACTERISTICS_REVISION_1;
	Timer.AllocationTag = TOE_TAG;
	Timer.TimerFunction = ToeAdminWatchdog;
	Timer.FunctionContext = Adapter;
	return NdisAllocateTimerObject(Adapter->Handle, &Timer, &Adapter->Watchdog);
}

VOID ToeAdminFree(TOE_ADAPTER *Adapter)
{
	TOE_ADMIN *Admin = &Adapter->Admin;

	if (Adapter->Watchdog != NULL) {
		NdisCancelTimerObject(Adapter->Watchdog);
		KeFlushQueuedDpcs(); /* it may be running */
		NdisFreeTimerObject(Adapter->Watchdog);
		Adapter->Watchdog = NULL;
	}
	if (Admin->Memory != NULL)
		NdisMFreeSharedMemory(Adapter->Handle, MEMORY_SIZE, TRUE, Admin->Memory, Admin->Physical);
	Admin->Memory = NULL;
}

/* The card is cold: hands it the rings and lets it run. */
VOID ToeAdminStart(TOE_ADAPTER *Adapter)
{
	TOE_ADMIN *Admin = &Adapter->Admin;
	const ULONG64 Commands = (ULONG64)Admin->Physical.QuadPart;
	const ULONG64 Completions = Commands + OFFSET_COMPLETIONS, Events = Commands + OFFSET_EVENTS;

	NdisZeroMemory(Admin->Memory, MEMORY_SIZE);
	NdisZeroMemory(Admin->Slots, sizeof(Admin->Slots));
	Admin->Tail = Admin->Outstanding = Admin->CompletionAt = Admin->EventAt = 0;
	ToeWrite(Adapter, TOE_ASQ_LO, (ULONG)Commands);
	ToeWrite(Adapter, TOE_ASQ_HI, (ULONG)(Commands >> 32));
	ToeWrite(Adapter, TOE_ACQ_LO, (ULONG)Completions);
	ToeWrite(Adapter, TOE_ACQ_HI, (ULONG)(Completions >> 32));
	ToeWrite(Adapter, TOE_ADMIN_SIZE, TOE_ADMIN_ENTRIES);
	ToeWrite(Adapter, TOE_EVQ_LO, (ULONG)Events);
	ToeWrite(Adapter, TOE_EVQ_HI, (ULONG)(Events >> 32));
	ToeWrite(Adapter, TOE_EVQ_SIZE, TOE_EVENT_ENTRIES);
	ToeWrite(Adapter, TOE_CONTROL, TOE_CONTROL_RUN);
	ToeWrite(Adapter, TOE_INT_ENABLE, TOE_CAUSES);
	NdisAcquireSpinLock(&Adapter->Lock);
	Admin->Running = TRUE;
	NdisReleaseSpinLock(&Adapter->Lock);
}

/* Takes no more commands and ends those outstanding with NDIS_STATUS_REQUEST_ABORTED. The caller resets the card. */
VOID ToeAdminStop(TOE_ADAPTER *Adapter)
{
	TOE_ADMIN *Admin = &Adapter->Admin;
	TOE_SLOT Slots[TOE_ADMIN_ENTRIES];
	ULONG i;

	NdisAcquireSpinLock(&Adapter->Lock);
	Admin->Running = FALSE;
	NdisMoveMemory(Slots, Admin->Slots, sizeof(Slots));
	NdisZeroMemory(Admin->Slots, sizeof(Admin->Slots));
	Admin->Outstanding = 0;
	NdisReleaseSpinLock(&Adapter->Lock);
	for (i = 0; i < TOE_ADMIN_ENTRIES; i++)
		if (Slots[i].Done != NULL)
			Slots[i].Done(Adapter, Slots[i].Context, NDIS_STATUS_REQUEST_ABORTED, NULL);
}

static VOID ArmWatchdog(TOE_ADAPTER *Adapter)
{
	LARGE_INTEGER Due;

	Due.QuadPart = -(LONGLONG)WATCHDOG_MS * 10000;
	NdisSetTimerObject(Adapter->Watchdog, Due, 0, NULL);
}

NDIS_STATUS ToeAdminSubmit(TOE_ADAPTER *Adapter, const struct toe_command *Command, const VOID *Data, ULONG Length, TOE_DONE *Done,
                           PVOID Context)
{
	TOE_ADMIN *Admin = &Adapter->Admin;
	struct toe_command *Entry;
	BOOLEAN Arm = FALSE;
	ULONG Slot;

	if (Length > TOE_BUFFER_SIZE)
		return NDIS_STATUS_INVALID_LENGTH;
	NdisAcquireSpinLock(&Adapter->Lock);
	Slot = Admin->Tail;
	/* One entry stays free, so that a full ring differs from an empty one. */
	if (!Admin->Running || Admin->Slots[Slot].Done != NULL || Admin->Outstanding == TOE_ADMIN_ENTRIES - 1) {
		NdisReleaseSpinLock(&Adapter->Lock);
		return Admin->Running ? NDIS_STATUS_RESOURCES : NDIS_STATUS_RESET_IN_PROGRESS;
	}
	Entry = &Admin->Commands[Slot];
	*Entry = *Command;
	Entry->id = (uint16_t)Slot;
	Entry->length = Length;
	if (Length != 0) {
		Entry->data = (ULONG64)Admin->Physical.QuadPart + OFFSET_BUFFERS + Slot * TOE_BUFFER_SIZE;
		if (Data != NULL)
			NdisMoveMemory(Admin->Buffers + Slot * TOE_BUFFER_SIZE, Data, Length);
	}
	Admin->Slots[Slot].Done = Done;
	Admin->Slots[Slot].Context = Context;
	Admin->Tail = (Slot + 1) % TOE_ADMIN_ENTRIES;
	Admin->Outstanding++;
	if (!Adapter->WatchdogSet) {
		Adapter->WatchdogSet = Arm = TRUE;
		Admin->CompletedAtArm = Admin->Completed;
	}
	KeMemoryBarrier();
	ToeWrite(Adapter, TOE_ASQ_TAIL, Admin->Tail);
	NdisReleaseSpinLock(&Adapter->Lock);
	if (Arm)
		ArmWatchdog(Adapter);
	return NDIS_STATUS_SUCCESS;
}

static NDIS_STATUS StatusOf(ULONG Status)
{
	switch (Status) {
	case TOE_OK:
		return NDIS_STATUS_SUCCESS;
	case TOE_BAD_FIELD:
		return NDIS_STATUS_INVALID_DATA;
	case TOE_UNSUPPORTED:
		return NDIS_STATUS_NOT_SUPPORTED;
	case TOE_STALE:
		return NDIS_STATUS_INVALID_STATE;
	default:
		return NDIS_STATUS_HARD_ERRORS;
	}
}

static BOOLEAN NextCompletion(TOE_ADAPTER *Adapter, TOE_SLOT *Slot, NDIS_STATUS *Status, PVOID *Data)
{
	TOE_ADMIN *Admin = &Adapter->Admin;
	volatile struct toe_completion *Entry;
	BOOLEAN Got = FALSE;

	NdisAcquireSpinLock(&Adapter->Lock);
	Entry = &Admin->Completions[Admin->CompletionAt % TOE_ADMIN_ENTRIES];
	while (Admin->Running && (Entry->phase & 1) == !(Admin->CompletionAt & TOE_ADMIN_ENTRIES)) {
		ULONG Id;
		KeMemoryBarrier(); /* the phase is written last: what is before it is read after it */
		Id = Entry->id;
		*Status = StatusOf(Entry->status);
		Admin->CompletionAt++;
		if (Id < TOE_ADMIN_ENTRIES && Admin->Slots[Id].Done != NULL) {
			*Slot = Admin->Slots[Id];
			*Data = Admin->Buffers + Id * TOE_BUFFER_SIZE;
			Admin->Slots[Id].Done = NULL;
			Admin->Outstanding--;
			Admin->Completed++;
			Got = TRUE;
			break;
		}
		Entry = &Admin->Completions[Admin->CompletionAt % TOE_ADMIN_ENTRIES];
	}
	NdisReleaseSpinLock(&Adapter->Lock);
	return Got;
}

static BOOLEAN NextEvent(TOE_ADAPTER *Adapter, struct toe_event *Event)
{
	TOE_ADMIN *Admin = &Adapter->Admin;
	volatile struct toe_event *Entry;
	BOOLEAN Got = FALSE;

	NdisAcquireSpinLock(&Adapter->Lock);
	Entry = &Admin->Events[Admin->EventAt % TOE_EVENT_ENTRIES];
	if (Admin->Running && (Entry->phase & 1) == !(Admin->EventAt & TOE_EVENT_ENTRIES)) {
		KeMemoryBarrier();
		Event->type = Entry->type;
		Event->lost = Entry->lost;
		Event->generation = Entry->generation;
		Admin->EventAt++;
		ToeWrite(Adapter, TOE_EVQ_HEAD, Admin->EventAt % TOE_EVENT_ENTRIES);
		Got = TRUE;
	}
	NdisReleaseSpinLock(&Adapter->Lock);
	return Got;
}

/* DISPATCH_LEVEL, from the DPC. */
VOID ToeAdminPoll(TOE_ADAPTER *Adapter)
{
	BOOLEAN Capabilities = FALSE, Link = FALSE;
	struct toe_event Event;
	TOE_SLOT Slot;
	NDIS_STATUS Status;
	PVOID Data;

	if (Adapter->Removed || Adapter->Halting)
		return;
	while (NextCompletion(Adapter, &Slot, &Status, &Data))
		Slot.Done(Adapter, Slot.Context, Status, Data);
	while (NextEvent(Adapter, &Event)) {
		Capabilities = Capabilities || Event.type == TOE_EVENT_CAPABILITY || Event.lost != 0;
		Link = Link || Event.type == TOE_EVENT_LINK || Event.lost != 0;
	}
	if (ToeRead(Adapter, TOE_HEALTH) != TOE_HEALTH_OK) {
		ToeResetQueue(Adapter, FALSE);
		return;
	}
	if (Adapter->Initializing) { /* MiniportRestart looks again */
		Adapter->CapsDirty = Adapter->CapsDirty || Capabilities;
		return;
	}
	if (Link)
		ToeIndicateLink(Adapter);
	if (Capabilities)
		ToeChangeCapabilities(Adapter);
}

VOID NTAPI ToeAdminWatchdog(PVOID SystemSpecific1, PVOID FunctionContext, PVOID SystemSpecific2, PVOID SystemSpecific3)
{
	TOE_ADAPTER *Adapter = FunctionContext;
	TOE_ADMIN *Admin = &Adapter->Admin;
	BOOLEAN Hangs, Again;

	UNREFERENCED_PARAMETER(SystemSpecific1);
	UNREFERENCED_PARAMETER(SystemSpecific2);
	UNREFERENCED_PARAMETER(SystemSpecific3);
	NdisAcquireSpinLock(&Adapter->Lock);
	Hangs = Admin->Running && Admin->Outstanding != 0 && Admin->Completed == Admin->CompletedAtArm;
	Again = Admin->Running && Admin->Outstanding != 0 && !Hangs && !Adapter->Halting;
	Admin->CompletedAtArm = Admin->Completed;
	Adapter->WatchdogSet = Again;
	NdisReleaseSpinLock(&Adapter->Lock);
	if (Hangs)
		ToeResetQueue(Adapter, FALSE);
	else if (Again)
		ArmWatchdog(Adapter);
}
