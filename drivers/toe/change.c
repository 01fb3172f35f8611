/*
 * How a setting changes. Every set request, every capability change of the firmware and every restoration after a reset is one "change":
 *
 *   1  NDIS_STATUS_OFFLOAD_PAUSE            if the connection report will change, or the administrator named a connection member
 *   2  NDIS_STATUS_UPLOAD_ALL, wait         if connections are offloaded that the new configuration has no room for (a stack may hold them
 * on pause) 3  commands to the card, one at a time  (Steps; each waits for its completion in the DPC; the request stays pending meanwhile)
 *   4  commit                               the new state is the adapter's state
 *   5  reports                              NDIS_STATUS_TASK_OFFLOAD_..., NDIS_STATUS_OFFLOAD_RESUME with the new connection configuration
 *   6  completion of the request
 *
 * A command that the card refuses, or a cancelled request, undoes: the steps done so far run again with the committed state, the resume
 * carries the old configuration, and the request ends with the reason. So a request is applied wholly or not at all.
 *
 * One change at a time. NDIS serializes requests; what may come in between is the firmware (CapsDirty) and a request while such a change
 * runs (Waiting). Whoever sets Change.Active owns Change until ToeChangeEnd clears it; each step's completion carries the ownership on.
 */
#include "toe.h"

static VOID Next(TOE_ADAPTER *Adapter);
static TOE_DONE StepDone;

/*
 * Takes ownership of Adapter->Change. NDIS_STATUS_PENDING: another change runs; the request, if any, waits its turn.
 * NDIS_STATUS_REQUEST_ABORTED: NDIS is having the card reset, and no request may be pending when that is over (nc-ndis-miniport_reset).
 */
NDIS_STATUS ToeChangeTake(TOE_ADAPTER *Adapter, PNDIS_OID_REQUEST Request)
{
	NDIS_STATUS Status = NDIS_STATUS_SUCCESS;

	NdisAcquireSpinLock(&Adapter->Lock);
	/* While the card is reset only the restoration may run. */
	if (Adapter->ResetPhase != ToeResetIdle && Request != ToeRestoration)
		Status = Adapter->ResetByNdis && Request != NULL ? NDIS_STATUS_REQUEST_ABORTED : NDIS_STATUS_PENDING;
	else if (Adapter->Change.Active)
		Status = NDIS_STATUS_PENDING;
	if (Request == ToeRestoration)
		Request = NULL;
	if (Status == NDIS_STATUS_SUCCESS) {
		NdisZeroMemory(&Adapter->Change, sizeof(Adapter->Change));
		Adapter->Change.Active = TRUE;
		Adapter->Change.Request = Request;
	} else if (Status == NDIS_STATUS_PENDING && Request != NULL) {
		Adapter->Waiting = Request;
	}
	NdisReleaseSpinLock(&Adapter->Lock);
	if (Status == NDIS_STATUS_SUCCESS) {
		NdisMoveMemory(Adapter->Change.Processor, Adapter->Data.Processor, sizeof(Adapter->Change.Processor));
		Adapter->Change.Target = Adapter->State;
		Adapter->Change.Caps = Adapter->Caps;
	}
	return Status;
}

/* Gives it back unused: the request was refused. */
VOID ToeChangeDrop(TOE_ADAPTER *Adapter)
{
	NdisAcquireSpinLock(&Adapter->Lock);
	Adapter->Change.Request = NULL;
	Adapter->Change.Active = FALSE;
	NdisReleaseSpinLock(&Adapter->Lock);
	ToeChangeKick(Adapter);
}

static BOOLEAN Same(const VOID *a, const VOID *b, SIZE_T Size)
{
	return RtlEqualMemory(a, b, Size) != 0;
}

static BOOLEAN IsTarget(TOE_ADAPTER *Adapter)
{
	return ToeConnectionAny(&Adapter->CapsInitial);
}

/* Do the offloaded connections fit in what will be in force? Which of them are IPv6 or use SACK is not tracked: a loss of either moves all
 * of them. */
static BOOLEAN MustUpload(TOE_ADAPTER *Adapter)
{
	NDIS_TCP_CONNECTION_OFFLOAD New;

	if (Adapter->Chimney.Connections == 0)
		return FALSE;
	ToeConnectionCurrent(&Adapter->Change.Caps, &Adapter->Change.Target, &New);
	return (Adapter->Connection.SupportIPv4 && !New.SupportIPv4) || (Adapter->Connection.SupportIPv6 && !New.SupportIPv6) ||
	       (Adapter->Connection.SupportSack && !New.SupportSack) ||
	       (Adapter->Connection.SupportIPv6ExtensionHeaders && !New.SupportIPv6ExtensionHeaders) ||
	       (ULONG)Adapter->Chimney.Connections > New.TcpConnectionOffloadCapacity;
}

/* Target, Caps and the flags are filled in; the commands in Steps carry it out. */
VOID ToeChangeStart(TOE_ADAPTER *Adapter, ULONG Steps)
{
	TOE_CHANGE *Change = &Adapter->Change;
	NDIS_TCP_CONNECTION_OFFLOAD New;

	Change->Steps = Steps;
	Change->Status = NDIS_STATUS_SUCCESS;
	Adapter->Data.Command = 0;
	ToeConnectionCurrent(&Change->Caps, &Change->Target, &New);
	if (Adapter->ResumeOwed) {
		/* a reset cut a change short between its pause and its resume */
		Adapter->ResumeOwed = FALSE;
		Change->Paused = TRUE;
	} else if (!Change->Silent && IsTarget(Adapter) && (Change->PauseFirst || !Same(&New, &Adapter->Connection, sizeof(New)))) {
		Change->Paused = TRUE;
		ToeChimneyPause(Adapter);
		ToeIndicate(Adapter, NDIS_STATUS_OFFLOAD_PAUSE, NULL, 0);
		if (MustUpload(Adapter)) {
			Change->Uploading = TRUE;
			ToeIndicate(Adapter, NDIS_STATUS_UPLOAD_ALL, NULL, 0);
			ToeChangeUploaded(Adapter);
			return;
		}
	}
	Next(Adapter);
}

/* The last connection has been terminated, or may have been before anybody looked. */
VOID ToeChangeUploaded(TOE_ADAPTER *Adapter)
{
	BOOLEAN Go;

	NdisAcquireSpinLock(&Adapter->Lock);
	Go = Adapter->Change.Active && Adapter->Change.Uploading && Adapter->Chimney.Connections == 0;
	if (Go)
		Adapter->Change.Uploading = FALSE;
	NdisReleaseSpinLock(&Adapter->Lock);
	if (Go)
		Next(Adapter);
}

static ULONG CardFilter(ULONG Filter)
{
	return (Filter & NDIS_PACKET_TYPE_DIRECTED ? TOE_FILTER_DIRECTED : 0) |
	       (Filter & NDIS_PACKET_TYPE_MULTICAST ? TOE_FILTER_MULTICAST : 0) |
	       (Filter & NDIS_PACKET_TYPE_ALL_MULTICAST ? TOE_FILTER_ALL_MULTICAST : 0) |
	       (Filter & NDIS_PACKET_TYPE_BROADCAST ? TOE_FILTER_BROADCAST : 0) |
	       (Filter & NDIS_PACKET_TYPE_PROMISCUOUS ? TOE_FILTER_PROMISCUOUS : 0);
}

static NDIS_STATUS Submit(TOE_ADAPTER *Adapter, ULONG Step, const TOE_STATE *State, const TOE_CAPS *Caps)
{
	struct toe_command Command;
	union {
		struct toe_offloads Offloads;
		struct toe_connection Connection;
		struct toe_queue_setup Queue;
	} Data;
	TOE_TX_RULES Rules;
	const VOID *Buffer = NULL;
	ULONG Length = 0;

	NdisZeroMemory(&Command, sizeof(Command));
	switch (Step) {
	case TOE_STEP_ADDRESS:
		Command.opcode = TOE_CMD_SET_ADDRESS;
		NdisMoveMemory(&Command.param[0], State->MacAddress, 4);
		NdisMoveMemory(&Command.param[1], State->MacAddress + 4, 2);
		break;
	case TOE_STEP_FILTER:
		Command.opcode = TOE_CMD_SET_FILTER;
		Command.param[0] = CardFilter(State->Filter);
		Buffer = State->Multicast;
		Length = State->MulticastCount * 6;
		break;
	case TOE_STEP_OFFLOADS:
		Command.opcode = TOE_CMD_SET_OFFLOADS;
		ToePacketRules(Caps, State, &Rules);
		ToeSendRules(Adapter, &Rules, TRUE);
		ToeOffloadProgram(Caps, State, &Data.Offloads);
		Buffer = &Data.Offloads;
		Length = sizeof(Data.Offloads);
		break;
	case TOE_STEP_ENCAPSULATION:
		Command.opcode = TOE_CMD_SET_ENCAPSULATION;
		if (State->Family[TOE_IP4].Enabled == NDIS_OFFLOAD_SET_ON) {
			Command.param[0] = ToeFrameOf(State->Family[TOE_IP4].Type);
			Command.param[1] = State->Family[TOE_IP4].HeaderSize;
		}
		if (State->Family[TOE_IP6].Enabled == NDIS_OFFLOAD_SET_ON) {
			Command.param[2] = ToeFrameOf(State->Family[TOE_IP6].Type);
			Command.param[3] = State->Family[TOE_IP6].HeaderSize;
		}
		break;
	case TOE_STEP_CONNECTION:
		Command.opcode = TOE_CMD_SET_CONNECTION;
		ToeConnectionProgram(Caps, State, &Data.Connection);
		Buffer = &Data.Connection;
		Length = sizeof(Data.Connection);
		break;
	case TOE_STEP_RSS:
		Command.opcode = TOE_CMD_SET_RSS;
		Buffer = &State->Rss;
		Length = sizeof(State->Rss);
		break;
	case TOE_STEP_MODERATION:
		Command.opcode = TOE_CMD_SET_MODERATION;
		Command.param[0] = State->ModerationUs;
		break;
	case TOE_STEP_QUEUES:
	case TOE_STEP_QUEUES_END:
		ToeDataCommand(Adapter, Step, &Command, &Data.Queue);
		Buffer = &Data.Queue;
		Length = Step == TOE_STEP_QUEUES ? sizeof(Data.Queue) : 0;
		break;
	default: /* TOE_STEP_ACK */
		Command.opcode = TOE_CMD_ACK_CAPABILITIES;
		Command.param[0] = Caps->Generation;
		break;
	}
	return ToeAdminSubmit(Adapter, &Command, Buffer, Length, StepDone, NULL);
}

/*
 * The reports of a committed change. When the hardware lost something the current configuration that lacks it comes first, then the
 * hardware, then what was gained: so the stored current one is within the stored hardware one at every moment.
 */
static VOID ReportTask(TOE_ADAPTER *Adapter)
{
	NDIS_OFFLOAD Hardware, Current;
	BOOLEAN Owed = Adapter->Change.IndicateTask;

	ToeOffloadHardware(&Adapter->Caps, &Hardware);
	if (!Same(&Hardware, &Adapter->TaskHardware, sizeof(Hardware))) {
		TOE_CAPS Both = Adapter->Caps;
		ToeCapsIntersect(&Both, &Adapter->Change.Caps);
		ToeOffloadCurrent(&Both, &Adapter->State, &Current);
		if (!Same(&Current, &Adapter->Task, sizeof(Current))) {
			Adapter->Task = Current;
			ToeIndicate(Adapter, NDIS_STATUS_TASK_OFFLOAD_CURRENT_CONFIG, &Adapter->Task, Adapter->Task.Header.Size);
			Owed = FALSE;
		}
		Adapter->TaskHardware = Hardware;
		ToeIndicate(Adapter, NDIS_STATUS_TASK_OFFLOAD_HARDWARE_CAPABILITIES, &Adapter->TaskHardware,
		            Adapter->TaskHardware.Header.Size);
	}
	ToeOffloadCurrent(&Adapter->Caps, &Adapter->State, &Current);
	if (Owed || !Same(&Current, &Adapter->Task, sizeof(Current))) {
		Adapter->Task = Current;
		ToeIndicate(Adapter, NDIS_STATUS_TASK_OFFLOAD_CURRENT_CONFIG, &Adapter->Task, Adapter->Task.Header.Size);
	}
}

static VOID End(TOE_ADAPTER *Adapter)
{
	TOE_CHANGE *Change = &Adapter->Change;
	const BOOLEAN Report = !Change->Silent && !Adapter->Halting && !Adapter->Removed;
	const BOOLEAN Restore = Change->Restore;
	const NDIS_STATUS Status = Change->Status;
	PNDIS_OID_REQUEST Request;
	TOE_TX_RULES Rules;
	TOE_CAPS Before;
	BOOLEAN Persist = FALSE;

	if (!Change->Undo) {
		Persist = Change->Persist && (Adapter->State.Settings.TunnelTypes != Change->Target.Settings.TunnelTypes ||
		                              Adapter->State.Settings.VxlanPort != Change->Target.Settings.VxlanPort);
		Before = Adapter->Caps;
		Adapter->State = Change->Target;
		if (Adapter->State.Rss.enable)
			NdisMoveMemory(Adapter->Data.Processor, Change->Processor, sizeof(Change->Processor));
		else
			NdisFillMemory(Adapter->Data.Processor, sizeof(Adapter->Data.Processor), TOE_ANY_PROCESSOR);
		Adapter->Caps = Change->Caps;
		Change->Caps = Before; /* ReportTask compares */
	}
	/* What is on may be used before it is reported, and what is off is not used any more. */
	ToePacketRules(&Adapter->Caps, &Adapter->State, &Rules);
	ToeSendRules(Adapter, &Rules, FALSE);
	if (!Change->Undo && Report)
		ReportTask(Adapter);
	if (!Change->Undo && Status == NDIS_STATUS_SUCCESS && (Change->Applied & TOE_STEP_QUEUES))
		ToeDataStart(Adapter);
	if (Change->Paused && Report) {
		ToeConnectionCurrent(&Adapter->Caps, &Adapter->State, &Adapter->Connection);
		ToeChimneyResume(Adapter);
		ToeIndicate(Adapter, NDIS_STATUS_OFFLOAD_RESUME, &Adapter->Connection, Adapter->Connection.Header.Size);
	}
	if (Persist)
		ToeKeywordsPersist(Adapter);

	NdisAcquireSpinLock(&Adapter->Lock);
	Request = Change->Request;
	if (Request != NULL && Status == NDIS_STATUS_SUCCESS) {
		Request->DATA.SET_INFORMATION.BytesRead = Change->BytesRead;
		Request->SupportedRevision = Change->SupportedRevision;
	}
	Change->Request = NULL;
	Change->Active = FALSE;
	NdisReleaseSpinLock(&Adapter->Lock);
	if (Request != NULL)
		NdisMOidRequestComplete(Adapter->Handle, Request, Status);
	NdisSetEvent(&Adapter->ChangeDone);
	if (Restore)
		ToeResetDone(Adapter, Status);
	ToeChangeKick(Adapter);
}

#define QUEUE_STEPS (TOE_STEP_QUEUES | TOE_STEP_QUEUES_END)

/* The next step, 0: none. Those about queues take a command for each queue. */
static ULONG TakeStep(TOE_ADAPTER *Adapter)
{
	TOE_CHANGE *Change = &Adapter->Change;
	ULONG Step;

	while (Change->Steps != 0) {
		Step = Change->Steps & (0 - Change->Steps);
		if ((Step & QUEUE_STEPS) && ToeDataMore(Adapter))
			return Step;
		Change->Steps &= ~Step;
		if (!(Step & QUEUE_STEPS))
			return Step;
	}
	return 0;
}

/* Sends the next command, or ends. */
static VOID Next(TOE_ADAPTER *Adapter)
{
	TOE_CHANGE *Change = &Adapter->Change;
	NDIS_STATUS Status;

	if (Change->Cancelled && !Change->Undo) {
		Change->Status = NDIS_STATUS_REQUEST_ABORTED;
		Change->Undo = TRUE;
		Change->Steps = Change->Applied & ~QUEUE_STEPS;
	}
	Change->Current = TakeStep(Adapter);
	if (Change->Current == 0) {
		End(Adapter);
		return;
	}
	Change->Applied |= Change->Current;
	if (Change->Undo)
		Status = Submit(Adapter, Change->Current, &Adapter->State, &Adapter->Caps);
	else
		Status = Submit(Adapter, Change->Current, &Change->Target, &Change->Caps);
	if (Status != NDIS_STATUS_SUCCESS)
		StepDone(Adapter, NULL, Status == NDIS_STATUS_RESET_IN_PROGRESS ? NDIS_STATUS_REQUEST_ABORTED : Status, NULL);
}

/* The request goes back to the queue; the change goes on without it. */
static VOID Postpone(TOE_ADAPTER *Adapter)
{
	NdisAcquireSpinLock(&Adapter->Lock);
	if (Adapter->Change.Request != NULL) {
		Adapter->Waiting = Adapter->Change.Request;
		Adapter->Change.Request = NULL;
	}
	NdisReleaseSpinLock(&Adapter->Lock);
}

static VOID StepDone(TOE_ADAPTER *Adapter, PVOID Context, NDIS_STATUS Status, PVOID Data)
{
	TOE_CHANGE *Change = &Adapter->Change;

	UNREFERENCED_PARAMETER(Context);
	UNREFERENCED_PARAMETER(Data);
	if (Status == NDIS_STATUS_REQUEST_ABORTED) {
		/* The card is being reset: nothing that was sent counts any more, and the reset restores the committed state. */
		if (!Change->Undo)
			Change->Status = Status;
		Change->Undo = TRUE;
		Change->Steps = 0;
		if (Change->Paused)
			Adapter->ResumeOwed = TRUE; /* by the restoration */
		Change->Paused = FALSE;
		End(Adapter);
		return;
	}
	if (Change->Current == TOE_STEP_ACK) {
		/* Changed again while we took it over: its event is on the way. */
		if (Status == NDIS_STATUS_INVALID_STATE)
			Adapter->CapsDirty = TRUE;
	} else if (Status != NDIS_STATUS_SUCCESS) {
		DbgPrintEx(DPFLTR_IHVNETWORK_ID, DPFLTR_ERROR_LEVEL, "toe: the card refused step 0x%lx: 0x%08lx\n", Change->Current,
		           Status);
		if (Status == NDIS_STATUS_NOT_SUPPORTED && ToeRead(Adapter, TOE_CAP_GENERATION) != Adapter->Caps.Generation) {
			/* The firmware has lost something that is still in our books. First the books, then the request again. */
			Adapter->CapsDirty = TRUE;
			if (!Change->Undo)
				Postpone(Adapter);
		}
		if (!Change->Undo && !Change->Restore) {
			/* What the card cannot do is, to the requester, a value outside the hardware's capabilities. */
			Change->Status = Status == NDIS_STATUS_NOT_SUPPORTED ? NDIS_STATUS_INVALID_DATA : Status;
			Change->Undo = TRUE;
			Change->Steps = Change->Applied & ~QUEUE_STEPS;
		} else if (Change->Current == TOE_STEP_QUEUES) { /* without queues the card is of no use */
			Change->Status = NDIS_STATUS_HARD_ERRORS;
			Change->Steps = 0;
		}
	}
	Next(Adapter);
}

/* After a change: the firmware's news, then the request that waited: it is judged by the capabilities as they are. */
VOID ToeChangeKick(TOE_ADAPTER *Adapter)
{
	PNDIS_OID_REQUEST Request = NULL;
	BOOLEAN Free, Dirty;
	NDIS_STATUS Status;

	NdisAcquireSpinLock(&Adapter->Lock);
	Free = !Adapter->Change.Active && Adapter->ResetPhase == ToeResetIdle && !Adapter->Initializing;
	Dirty = Free && Adapter->CapsDirty && !Adapter->Dead;
	if (Free && !Dirty) {
		Request = Adapter->Waiting;
		Adapter->Waiting = NULL;
	}
	NdisReleaseSpinLock(&Adapter->Lock);
	if (Dirty) {
		ToeChangeCapabilities(Adapter);
	} else if (Request != NULL) {
		Status = ToeOidProcess(Adapter, Request);
		if (Status != NDIS_STATUS_PENDING)
			NdisMOidRequestComplete(Adapter->Handle, Request, Status);
	}
}

/* The firmware says that its capabilities changed. The card goes on serving what is enabled until TOE_STEP_ACK. */
VOID ToeChangeCapabilities(TOE_ADAPTER *Adapter)
{
	TOE_CHANGE *Change = &Adapter->Change;

	if (Adapter->Halting || Adapter->Removed || Adapter->Dead)
		return;
	Adapter->CapsDirty = TRUE;
	if (ToeChangeTake(Adapter, NULL) != NDIS_STATUS_SUCCESS)
		return; /* ToeChangeKick comes back to it */
	Adapter->CapsDirty = FALSE;
	ToeHardwareReadCaps(Adapter, &Change->Caps);
	if (Change->Caps.Generation == Adapter->Caps.Generation) {
		ToeChangeDrop(Adapter);
		return;
	}
	ToeCapsLimitConnection(&Change->Caps, &Adapter->CapsInitial);
	ToeChangeStart(Adapter, TOE_STEP_OFFLOADS | TOE_STEP_CONNECTION | TOE_STEP_ACK);
}

/*
 * The card is cold: everything it was told is told again. Silent: initialization; nothing is indicated, and the caller waits for
 * ChangeDone. The caller has made sure that no change is active. Capabilities that changed while the card was dead are taken over on the
 * way.
 */
VOID ToeChangeRestore(TOE_ADAPTER *Adapter, BOOLEAN Silent)
{
	TOE_CHANGE *Change = &Adapter->Change;

	while (ToeChangeTake(Adapter, ToeRestoration) != NDIS_STATUS_SUCCESS)
		NdisMSleep(1000);
	Change->Restore = TRUE;
	Adapter->Data.Asleep = FALSE;
	Change->Silent = Silent;
	if (!Silent) {
		ToeHardwareReadCaps(Adapter, &Change->Caps);
		ToeCapsLimitConnection(&Change->Caps, &Adapter->CapsInitial);
		Adapter->CapsDirty = FALSE;
		Change->PauseFirst = FALSE;
	}
	ToeChangeStart(Adapter, TOE_STEP_ALL);
}

/*
 * The request the change carries, or the one that waits, ends now with Status; the card is put back in the background. For cancellation
 * (RequestId), and for reset and surprise removal (NULL: whatever runs).
 */
VOID ToeChangeAbort(TOE_ADAPTER *Adapter, PVOID RequestId, NDIS_STATUS Status)
{
	PNDIS_OID_REQUEST Request = NULL, Waiting = NULL;
	BOOLEAN Uploading = FALSE;

	NdisAcquireSpinLock(&Adapter->Lock);
	if (Adapter->Change.Active &&
	    (RequestId == NULL || (Adapter->Change.Request != NULL && Adapter->Change.Request->RequestId == RequestId))) {
		Request = Adapter->Change.Request;
		Adapter->Change.Request = NULL;
		Adapter->Change.Cancelled = TRUE;
		Uploading = Adapter->Change.Uploading;
		Adapter->Change.Uploading = FALSE;
	}
	if (Adapter->Waiting != NULL && (RequestId == NULL || Adapter->Waiting->RequestId == RequestId)) {
		Waiting = Adapter->Waiting;
		Adapter->Waiting = NULL;
	}
	NdisReleaseSpinLock(&Adapter->Lock);
	if (Request != NULL)
		NdisMOidRequestComplete(Adapter->Handle, Request, Status);
	if (Waiting != NULL)
		NdisMOidRequestComplete(Adapter->Handle, Waiting, Status);
	if (Uploading)
		Next(Adapter); /* no step was taken: ends at once, with a resume */
}
