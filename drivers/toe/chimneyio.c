/*
 * Data of offloaded connections (contract connection-offload.md 7 and 8): requests from NDIS to the card, and what comes back.
 *
 * Memory of a request is described by its MDLs: they are locked, not mapped, and their page frames are where the card reads and writes
 * (the card addresses 64 bits). A list that needs more than TOE_REQUEST_PIECES pieces becomes several sends for the card; a receive request
 * of that kind is posted part by part.
 *
 * Received data takes the contract's way (7.4): the card fills posted requests, else it indicates. What NDIS refuses is copied, so that the
 * card's buffers go on, and kept in order in Data: from then on requests are filled from there first. While Data is not empty, or an
 * indication is on its way, no request may be with the card: a request says how many indicated bytes we have seen, and the card gives it
 * back (TOE_HOW_STALE) when it has indicated more.
 */
#include "toe.h"

/* ---- memory of a list */
typedef struct _RUN {
	ULONG64 Address;
	ULONG Length;
} RUN;
typedef struct _CURSOR {
	PNET_BUFFER Buffer;
	PMDL Mdl;
	ULONG Offset, Left; /* in Mdl; of Buffer */
} CURSOR;

static VOID Begin(CURSOR *Cursor, PNET_BUFFER Buffer)
{
	Cursor->Buffer = Buffer;
	if (Buffer == NULL)
		return;
	Cursor->Mdl = NET_BUFFER_CURRENT_MDL(Buffer);
	Cursor->Offset = NET_BUFFER_CURRENT_MDL_OFFSET(Buffer);
	Cursor->Left = NET_BUFFER_DATA_LENGTH(Buffer);
}

/* The next physically contiguous bytes, at most 64 KiB. */
static BOOLEAN NextRun(CURSOR *Cursor, RUN *Run)
{
	ULONG Bytes, First, Page;

	for (;;) {
		if (Cursor->Buffer == NULL)
			return FALSE;
		if (Cursor->Left == 0) {
			Begin(Cursor, NET_BUFFER_NEXT_NB(Cursor->Buffer));
			continue;
		}
		if (Cursor->Mdl == NULL)
			return FALSE; /* shorter than it says */
		if (Cursor->Offset < MmGetMdlByteCount(Cursor->Mdl))
			break;
		Cursor->Offset -= MmGetMdlByteCount(Cursor->Mdl);
		Cursor->Mdl = Cursor->Mdl->Next;
	}
	First = MmGetMdlByteOffset(Cursor->Mdl) + Cursor->Offset;
	Page = First / PAGE_SIZE;
	Run->Address = ((ULONG64)MmGetMdlPfnArray(Cursor->Mdl)[Page] << PAGE_SHIFT) + First % PAGE_SIZE;
	Bytes = MmGetMdlByteCount(Cursor->Mdl) - Cursor->Offset;
	if (Bytes > Cursor->Left)
		Bytes = Cursor->Left;
	if (Bytes > 65536)
		Bytes = 65536;
	for (Run->Length = PAGE_SIZE - First % PAGE_SIZE; Run->Length < Bytes; Run->Length += PAGE_SIZE, Page++)
		if (MmGetMdlPfnArray(Cursor->Mdl)[Page + 1] != MmGetMdlPfnArray(Cursor->Mdl)[Page] + 1)
			break;
	if (Run->Length > Bytes)
		Run->Length = Bytes;
	Cursor->Offset += Run->Length;
	Cursor->Left -= Run->Length;
	return TRUE;
}

static ULONG BytesOf(PNET_BUFFER_LIST List)
{
	PNET_BUFFER Buffer;
	ULONG Bytes = 0;

	for (Buffer = NET_BUFFER_LIST_FIRST_NB(List); Buffer != NULL; Buffer = NET_BUFFER_NEXT_NB(Buffer))
		Bytes += NET_BUFFER_DATA_LENGTH(Buffer);
	return Bytes;
}

/* Puts the next request of at most TOE_REQUEST_PIECES pieces; its bytes, 0: nothing is left. Under the lock. */
static ULONG PutRequest(TOE_ADAPTER *Adapter, TOE_CONNECTION *Connection, CURSOR *Cursor, ULONG Opcode, ULONG Flags, PVOID Cookie,
                        ULONG Info)
{
	RUN Run, Next;
	ULONG Bytes = 0, Pieces = 1;
	BOOLEAN More = NextRun(Cursor, &Run);

	while (More) {
		Bytes += Run.Length;
		More = Pieces++ < TOE_REQUEST_PIECES && NextRun(Cursor, &Next);
		ToePut(Adapter, Opcode, Flags | (More ? TOE_CONN_MORE : 0), Connection->Index, (ULONG64)(ULONG_PTR)Cookie, Run.Address,
		       Run.Length, Info);
		Run = Next;
	}
	return Bytes;
}

/* Everything of a list, as one request or several; how many. */
static ULONG PutList(TOE_ADAPTER *Adapter, TOE_CONNECTION *Connection, PNET_BUFFER_LIST List, ULONG Opcode)
{
	ULONG Parts = 0;
	CURSOR Cursor;

	Begin(&Cursor, NET_BUFFER_LIST_FIRST_NB(List));
	while (PutRequest(Adapter, Connection, &Cursor, Opcode, 0, List, 0) != 0)
		Parts++;
	return Parts;
}

static PNET_BUFFER_LIST Pop(TOE_NBL_LIST *From)
{
	PNET_BUFFER_LIST List = From->First;

	if (List != NULL) {
		From->First = NET_BUFFER_LIST_NEXT_NBL(List);
		if (From->First == NULL)
			From->Last = NULL;
		From->Count--;
	}
	return List;
}

static VOID MoveAll(TOE_NBL_LIST *From, TOE_NBL_LIST *Into, NDIS_STATUS Status)
{
	PNET_BUFFER_LIST List;

	while ((List = Pop(From)) != NULL) {
		if (NET_BUFFER_LIST_STATUS(List) == NDIS_STATUS_SUCCESS)
			NET_BUFFER_LIST_STATUS(List) = Status;
		ToeListAdd(Into, List);
	}
}

/* Sends whose last byte is accounted for leave in order; so does what has no bytes. */
static VOID PopSends(TOE_ADAPTER *Adapter, TOE_CONNECTION *Connection)
{
	while (Connection->Sends.First != NULL && TOE_PARTS(Connection->Sends.First) == 0) {
		ToeListAdd(&Connection->SendsDone, Pop(&Connection->Sends));
		ToeServe(Adapter, Connection);
	}
}

/* ---- requests */
/* Under the lock. */
static VOID QueueSend(TOE_ADAPTER *Adapter, TOE_CONNECTION *Connection, PNET_BUFFER_LIST List)
{
	NET_BUFFER_LIST_STATUS(List) = NDIS_STATUS_SUCCESS;
	TOE_MOVED(List) = 0;
	TOE_PARTS(List) = PutList(Adapter, Connection, List, TOE_CONN_SEND);
	ToeListAdd(&Connection->Sends, List);
}

/* What an initiate hands over: the lists stay the host's if it fails. Under the lock. */
VOID ToeLoadSends(TOE_ADAPTER *Adapter, TOE_CONNECTION *Connection, PNET_BUFFER_LIST Chain)
{
	PNET_BUFFER_LIST Next;

	for (; Chain != NULL; Chain = Next) {
		Next = NET_BUFFER_LIST_NEXT_NBL(Chain);
		QueueSend(Adapter, Connection, Chain);
	}
}

VOID ToeLoadReceived(TOE_ADAPTER *Adapter, TOE_CONNECTION *Connection, PNET_BUFFER_LIST Chain)
{
	CURSOR Cursor;
	RUN Run;

	/* a command a piece: the card copies each into memory of its own */
	for (; Chain != NULL; Chain = NET_BUFFER_LIST_NEXT_NBL(Chain)) {
		Begin(&Cursor, NET_BUFFER_LIST_FIRST_NB(Chain));
		while (NextRun(&Cursor, &Run))
			ToePut(Adapter, TOE_CONN_PRELOAD, 0, Connection->Index, 0, Run.Address, Run.Length, 0);
	}
}

/* The state in which nothing new goes to the card. */
static NDIS_STATUS Refusal(const TOE_CONNECTION *Connection)
{
	if (Connection->Dead)
		return NDIS_STATUS_REQUEST_ABORTED;
	return Connection->Ending ? NDIS_STATUS_UPLOAD_IN_PROGRESS : NDIS_STATUS_SUCCESS;
}

NDIS_STATUS NTAPI ToeTcpOffloadSend(NDIS_HANDLE MiniportAdapterContext, PVOID MiniportOffloadContext, PNET_BUFFER_LIST NetBufferList)
{
	TOE_ADAPTER *Adapter = MiniportAdapterContext;
	TOE_CONNECTION *Connection = MiniportOffloadContext;
	PNET_BUFFER_LIST Next;
	NDIS_STATUS Refused;
	BOOLEAN Serve;

	NdisAcquireSpinLock(&Adapter->Chimney.Lock);
	Refused = Refusal(Connection);
	for (; NetBufferList != NULL; NetBufferList = Next) {
		Next = NET_BUFFER_LIST_NEXT_NBL(NetBufferList);
		if (Refused == NDIS_STATUS_SUCCESS) {
			QueueSend(Adapter, Connection, NetBufferList);
		} else {
			NET_BUFFER_LIST_STATUS(NetBufferList) = Refused;
			TOE_MOVED(NetBufferList) = TOE_PARTS(NetBufferList) = 0;
			ToeListAdd(&Connection->Sends, NetBufferList);
		}
	}
	PopSends(Adapter, Connection);
	Serve = Connection->InService;
	ToePublish(Adapter);
	if (Serve)
		ToeConnectionPoll(Adapter);
	return NDIS_STATUS_PENDING;
}

NDIS_STATUS NTAPI ToeTcpOffloadReceive(NDIS_HANDLE MiniportAdapterContext, PVOID MiniportOffloadContext, PNET_BUFFER_LIST NetBufferList)
{
	TOE_ADAPTER *Adapter = MiniportAdapterContext;
	TOE_CONNECTION *Connection = MiniportOffloadContext;
	PNET_BUFFER_LIST Next;

	NdisAcquireSpinLock(&Adapter->Chimney.Lock);
	for (; NetBufferList != NULL; NetBufferList = Next) {
		Next = NET_BUFFER_LIST_NEXT_NBL(NetBufferList);
		NET_BUFFER_LIST_STATUS(NetBufferList) = NDIS_STATUS_SUCCESS;
		TOE_MOVED(NetBufferList) = TOE_PARTS(NetBufferList) = 0;
		ToeListAdd(&Connection->Requests, NetBufferList);
	}
	Connection->Refused = FALSE;
	ToeServe(Adapter, Connection);
	NdisReleaseSpinLock(&Adapter->Chimney.Lock);
	ToeConnectionPoll(Adapter);
	return NDIS_STATUS_PENDING;
}

/* PASSIVE_LEVEL to DISPATCH_LEVEL. The data of a graceful one goes first; both share the list, so its parts are counted apart. */
NDIS_STATUS NTAPI ToeTcpOffloadDisconnect(NDIS_HANDLE MiniportAdapterContext, PVOID MiniportOffloadContext, PNET_BUFFER_LIST NetBufferList,
                                          ULONG Flags)
{
	TOE_ADAPTER *Adapter = MiniportAdapterContext;
	TOE_CONNECTION *Connection = MiniportOffloadContext;
	const BOOLEAN Abortive = (Flags & TCP_DISCONNECT_ABORTIVE_CLOSE) != 0;
	NDIS_STATUS Refused;

	NdisAcquireSpinLock(&Adapter->Chimney.Lock);
	Refused = Refusal(Connection);
	NET_BUFFER_LIST_NEXT_NBL(NetBufferList) = NULL;
	NET_BUFFER_LIST_STATUS(NetBufferList) = Refused;
	TOE_MOVED(NetBufferList) = TOE_PARTS(NetBufferList) = 0;
	if (Refused == NDIS_STATUS_SUCCESS && (Abortive ? Connection->Abort : Connection->Disconnect) != NULL)
		Refused = NET_BUFFER_LIST_STATUS(NetBufferList) = NDIS_STATUS_REQUEST_ABORTED; /* a second one */
	if (Refused != NDIS_STATUS_SUCCESS) {
		Connection->DisconnectDone[Connection->DisconnectDone[0] != NULL] = NetBufferList;
		ToeServe(Adapter, Connection);
	} else {
		*(Abortive ? &Connection->Abort : &Connection->Disconnect) = NetBufferList;
		if (!Abortive)
			PutList(Adapter, Connection, NetBufferList, TOE_CONN_SEND);
		ToePut(Adapter, Abortive ? TOE_CONN_ABORT : TOE_CONN_DISCONNECT, 0, Connection->Index, (ULONG64)(ULONG_PTR)NetBufferList, 0,
		       0, 0);
	}
	ToePublish(Adapter);
	if (Refused != NDIS_STATUS_SUCCESS)
		ToeConnectionPoll(Adapter);
	return NDIS_STATUS_PENDING;
}

NDIS_STATUS NTAPI ToeTcpOffloadForward(NDIS_HANDLE MiniportAdapterContext, PVOID MiniportOffloadContext, PNET_BUFFER_LIST NetBufferList)
{
	TOE_ADAPTER *Adapter = MiniportAdapterContext;
	TOE_CONNECTION *Connection = MiniportOffloadContext;
	PNET_BUFFER_LIST Next;
	NDIS_STATUS Refused;

	NdisAcquireSpinLock(&Adapter->Chimney.Lock);
	Refused = Refusal(Connection);
	for (; NetBufferList != NULL; NetBufferList = Next) {
		Next = NET_BUFFER_LIST_NEXT_NBL(NetBufferList);
		NET_BUFFER_LIST_STATUS(NetBufferList) = Refused;
		if (Refused == NDIS_STATUS_SUCCESS && PutList(Adapter, Connection, NetBufferList, TOE_CONN_FORWARD) != 0)
			ToeListAdd(&Connection->Forwards, NetBufferList);
		else
			ToeListAdd(&Connection->ForwardsDone, NetBufferList);
	}
	if (Connection->ForwardsDone.First != NULL)
		ToeServe(Adapter, Connection);
	ToePublish(Adapter);
	if (Connection->ForwardsDone.First != NULL)
		ToeConnectionPoll(Adapter);
	return NDIS_STATUS_PENDING;
}

NDIS_STATUS NTAPI ToeTcpOffloadReceiveReturn(NDIS_HANDLE MiniportAdapterContext, PNET_BUFFER_LIST NetBufferList)
{
	TOE_ADAPTER *Adapter = MiniportAdapterContext;
	BOOLEAN Starving;

	NdisAcquireSpinLock(&Adapter->Chimney.Lock);
	while (NetBufferList != NULL) {
		TOE_PIECE *Piece = NET_BUFFER_LIST_MINIPORT_RESERVED(NetBufferList)[0];
		NetBufferList = NET_BUFFER_LIST_NEXT_NBL(NetBufferList);
		NET_BUFFER_LIST_NEXT_NBL(Piece->List) = NULL;
		ToePieceGive(Adapter, Piece);
	}
	Starving = Adapter->Chimney.Starving != NULL;
	ToePublish(Adapter);
	if (Starving)
		ToeConnectionPoll(Adapter);
	return NDIS_STATUS_SUCCESS;
}

/* ---- what the card says; under the lock */
static NDIS_STATUS StatusOf(ULONG How)
{
	return How == TOE_HOW_OK        ? NDIS_STATUS_SUCCESS
	       : How == TOE_HOW_UPLOAD  ? NDIS_STATUS_UPLOAD_IN_PROGRESS
	       : How == TOE_HOW_INVALID ? NDIS_STATUS_INVALID_STATE
	                                : NDIS_STATUS_REQUEST_ABORTED;
}

static VOID Sent(TOE_ADAPTER *Adapter, TOE_CONNECTION *Connection, const struct toe_conn_event *Event)
{
	PNET_BUFFER_LIST List = (PNET_BUFFER_LIST)(ULONG_PTR)Event->cookie;

	if (Connection->Disconnect == List) {
		TOE_MOVED(List) += Event->bytes;
		return;
	}
	if (Connection->Sends.First != List || TOE_PARTS(List) == 0)
		return;
	TOE_MOVED(List) += Event->bytes;
	if (Event->how != TOE_HOW_OK)
		NET_BUFFER_LIST_STATUS(List) = StatusOf(Event->how);
	TOE_PARTS(List)--;
	PopSends(Adapter, Connection);
}

static VOID Received(TOE_ADAPTER *Adapter, TOE_CONNECTION *Connection, const struct toe_conn_event *Event)
{
	PNET_BUFFER_LIST List = (PNET_BUFFER_LIST)(ULONG_PTR)Event->cookie, Request;

	for (Request = Connection->Requests.First; Request != NULL && Request != List; Request = NET_BUFFER_LIST_NEXT_NBL(Request))
		;
	if (Request == NULL || !(TOE_PARTS(List) & TOE_REQUEST_POSTED))
		return;
	Connection->Posted--;
	ToeServe(Adapter, Connection);
	if (Event->how == TOE_HOW_STALE) {
		TOE_PARTS(List) = 0;
		return;
	}
	if (TOE_PARTS(List) & TOE_REQUEST_PARTIAL) {
		const BOOLEAN Full = Event->how == TOE_HOW_OK && Event->bytes == Event->info;
		TOE_MOVED(List) += Event->bytes;
		TOE_PARTS(List) = 0;
		if (Full && TOE_MOVED(List) < BytesOf(List))
			return; /* its next part */
	} else {
		TOE_MOVED(List) = Event->bytes;
	}
	if (Request != Connection->Requests.First)
		return; /* can't be: the card completes in order */
	Pop(&Connection->Requests);
	NET_BUFFER_LIST_STATUS(List) = StatusOf(Event->how);
	ToeListAdd(&Connection->RequestsDone, List);
}

static VOID Disconnected(TOE_ADAPTER *Adapter, TOE_CONNECTION *Connection, const struct toe_conn_event *Event)
{
	PNET_BUFFER_LIST List = (PNET_BUFFER_LIST)(ULONG_PTR)Event->cookie;

	if (List == Connection->Disconnect)
		Connection->Disconnect = NULL;
	else if (List == Connection->Abort)
		Connection->Abort = NULL;
	else
		return;
	NET_BUFFER_LIST_STATUS(List) = StatusOf(Event->how);
	Connection->DisconnectDone[Connection->DisconnectDone[0] != NULL] = List;
	ToeServe(Adapter, Connection);
}

VOID ToeForwarded(TOE_ADAPTER *Adapter, const struct toe_conn_event *Event)
{
	TOE_CONNECTION *Connection = Event->conn < Adapter->Chimney.TableSize ? Adapter->Chimney.Table[Event->conn] : NULL;

	if (Connection == NULL || Connection->Forwards.First != (PNET_BUFFER_LIST)(ULONG_PTR)Event->cookie ||
	    Connection->Forwards.First == NULL)
		return;
	ToeListAdd(&Connection->ForwardsDone, Pop(&Connection->Forwards));
	ToeServe(Adapter, Connection);
}

static VOID Indicated(TOE_ADAPTER *Adapter, TOE_CONNECTION *Connection, const struct toe_conn_event *Event)
{
	TOE_PIECE *Piece = (TOE_PIECE *)(ULONG_PTR)Event->cookie;

	Piece->WithCard = FALSE;
	Adapter->Chimney.PiecesWithCard--;
	if (Connection == NULL) {
		ToePieceGive(Adapter, Piece);
		return;
	}
	Piece->Next = NULL;
	Piece->Start = 0;
	Piece->Length = Event->bytes < TOE_PIECE_BYTES ? Event->bytes : TOE_PIECE_BYTES;
	Piece->Pushed = Event->info == 1;
	Connection->Indicated += Event->bytes;
	if (Connection->Data == NULL)
		Connection->Data = Piece;
	else
		Connection->DataLast->Next = Piece;
	Connection->DataLast = Piece;
	ToeServe(Adapter, Connection);
}

VOID ToeConnectionEvent(TOE_ADAPTER *Adapter, TOE_CONNECTION *Connection, const struct toe_conn_event *Event)
{
	if (Event->type == TOE_EV_INDICATE) {
		Indicated(Adapter, Connection, Event);
		return;
	}
	if (Connection == NULL)
		return;
	switch (Event->type) {
	case TOE_EV_SENT:
		if (!Connection->Held || Connection->Op.Status == NDIS_STATUS_SUCCESS)
			Sent(Adapter, Connection, Event);
		break;
	case TOE_EV_RECEIVED:
		Received(Adapter, Connection, Event);
		break;
	case TOE_EV_DISCONNECTED:
		Disconnected(Adapter, Connection, Event);
		break;
	case TOE_EV_EVENT:
		if (Event->info < TcpIndicateSendBacklogChange || Event->info > TcpIndicateAbort)
			break;
		Connection->Events |= 1ul << Event->info;
		if (Event->info == TcpIndicateRetrieve)
			Connection->Reason = Event->bytes;
		if (Event->info == TcpIndicateSendBacklogChange)
			Connection->Backlog = Event->bytes;
		ToeServe(Adapter, Connection);
		break;
	default:
		break;
	}
}

/* The card was reset: everything is lost but what we hold (contract 6.7). Under the lock. */
VOID ToeConnectionDead(TOE_ADAPTER *Adapter, TOE_CONNECTION *Connection)
{
	PNET_BUFFER_LIST List;

	if (Connection->Dead)
		return;
	Connection->Dead = TRUE;
	Connection->OnCard = FALSE;
	Connection->Posted = 0;
	for (List = Connection->Requests.First; List != NULL; List = NET_BUFFER_LIST_NEXT_NBL(List))
		TOE_PARTS(List) = 0;
	if (Connection->Held || Connection->Ending)
		return; /* its operation says it */
	Connection->Reason = HardwareFailure;
	Connection->Events |= 1ul << TcpIndicateRetrieve | 1ul << TcpIndicateAbort;
	ToeServe(Adapter, Connection);
}

/* ---- to NDIS; by the one who serves, no lock held */
static VOID Advance(PNET_BUFFER_LIST List)
{
	ULONG Left = (ULONG)TOE_MOVED(List);
	PNET_BUFFER Buffer;

	NET_BUFFER_LIST_INFO(List, TcpOffloadBytesTransferred) = (PVOID)TOE_MOVED(List);
	for (Buffer = NET_BUFFER_LIST_FIRST_NB(List); Buffer != NULL && Left != 0; Buffer = NET_BUFFER_NEXT_NB(Buffer)) {
		const ULONG Delta = Left < NET_BUFFER_DATA_LENGTH(Buffer) ? Left : NET_BUFFER_DATA_LENGTH(Buffer);
		if (Delta != 0)
			NdisAdvanceNetBufferDataStart(Buffer, Delta, FALSE, NULL);
		Left -= Delta;
	}
}

static PNET_BUFFER_LIST TakeDone(TOE_ADAPTER *Adapter, TOE_NBL_LIST *From, BOOLEAN Moved)
{
	PNET_BUFFER_LIST First, List;

	NdisAcquireSpinLock(&Adapter->Chimney.Lock);
	First = From->First;
	NdisZeroMemory(From, sizeof(*From));
	NdisReleaseSpinLock(&Adapter->Chimney.Lock);
	for (List = First; List != NULL && Moved; List = NET_BUFFER_LIST_NEXT_NBL(List))
		Advance(List);
	return First;
}

/* Copies what we hold into the oldest request. Under the lock. TRUE: a request left or data moved. */
static BOOLEAN Place(TOE_ADAPTER *Adapter, TOE_CONNECTION *Connection)
{
	PNET_BUFFER_LIST List = Connection->Requests.First;
	TOE_PIECE *Piece = Connection->Data;
	BOOLEAN Pushed = FALSE;
	ULONG Skip, Done = 0;
	PNET_BUFFER Buffer;
	ULONG Total;
	PMDL Mdl;

	if (List == NULL || TOE_PARTS(List) != 0)
		return FALSE;
	Total = BytesOf(List);
	Buffer = NET_BUFFER_LIST_FIRST_NB(List);
	if (Piece == NULL) {
		if (Total != TOE_MOVED(List) || Connection->Posted != 0)
			return FALSE;
		/* of no bytes, and the first in line: what the card holds is offered again */
		Pop(&Connection->Requests);
		ToeListAdd(&Connection->RequestsDone, List);
		ToePut(Adapter, TOE_CONN_OFFER, 0, Connection->Index, 0, 0, 0, 0);
		return TRUE;
	}
	Mdl = NET_BUFFER_CURRENT_MDL(Buffer);
	Skip = NET_BUFFER_CURRENT_MDL_OFFSET(Buffer) + (ULONG)TOE_MOVED(List);
	while (Piece != NULL && TOE_MOVED(List) < Total && Mdl != NULL) {
		PUCHAR To;
		ULONG Bytes;
		if (Skip >= MmGetMdlByteCount(Mdl)) {
			Skip -= MmGetMdlByteCount(Mdl);
			Mdl = Mdl->Next;
			continue;
		}
		To = MmGetSystemAddressForMdlSafe(Mdl, NormalPagePriority);
		if (To == NULL)
			return FALSE; /* no addresses: tried again with the next event */
		Bytes = MmGetMdlByteCount(Mdl) - Skip;
		if (Bytes > Piece->Length)
			Bytes = Piece->Length;
		if (Bytes > Total - TOE_MOVED(List))
			Bytes = Total - (ULONG)TOE_MOVED(List);
		NdisMoveMemory(To + Skip, Piece->Data + Piece->Start, Bytes);
		Skip += Bytes;
		Done += Bytes;
		TOE_MOVED(List) += Bytes;
		Piece->Start += Bytes;
		Piece->Length -= Bytes;
		if (Piece->Length != 0)
			continue;
		Pushed = Piece->Pushed && Piece->Next == NULL;
		Connection->Data = Piece->Next;
		ToePieceGive(Adapter, Piece);
		Piece = Connection->Data;
	}
	if (Done != 0)
		ToePut(Adapter, TOE_CONN_CONSUMED, 0, Connection->Index, 0, 0, 0, Done);
	if (TOE_MOVED(List) == Total || (Pushed && NET_BUFFER_LIST_INFO(List, TcpReceiveNoPush) == NULL)) {
		Pop(&Connection->Requests);
		ToeListAdd(&Connection->RequestsDone, List);
	}
	return TRUE;
}

/* Requests that are not with the card, when nothing we hold comes before them. Under the lock. */
static VOID Post(TOE_ADAPTER *Adapter, TOE_CONNECTION *Connection)
{
	PNET_BUFFER_LIST List = Connection->Requests.First;
	CURSOR Cursor;
	ULONG On = 0;

	for (; List != NULL && (TOE_PARTS(List) & TOE_REQUEST_POSTED); List = NET_BUFFER_LIST_NEXT_NBL(List)) {
		On++;
		if (TOE_PARTS(List) & TOE_REQUEST_PARTIAL)
			return;
	}
	if (On != Connection->Posted)
		return; /* one behind it is still to be given back */
	for (; List != NULL; List = NET_BUFFER_LIST_NEXT_NBL(List)) {
		const ULONG Flags = NET_BUFFER_LIST_INFO(List, TcpReceiveNoPush) != NULL ? TOE_CONN_NO_PUSH : 0;
		ULONG Runs = 0, Skip;
		RUN Run;
		Begin(&Cursor, NET_BUFFER_LIST_FIRST_NB(List));
		while (NextRun(&Cursor, &Run))
			Runs++;
		Begin(&Cursor, NET_BUFFER_LIST_FIRST_NB(List));
		TOE_PARTS(List) = TOE_REQUEST_POSTED;
		Connection->Posted++;
		if (Runs == 0) {
			ToePut(Adapter, TOE_CONN_POST, TOE_CONN_SEEN, Connection->Index, (ULONG64)(ULONG_PTR)List, 0, 0, 0);
			continue;
		}
		if (Runs <= TOE_REQUEST_PIECES) {
			PutRequest(Adapter, Connection, &Cursor, TOE_CONN_POST, Flags | TOE_CONN_SEEN, List, (ULONG)TOE_MOVED(List));
			continue;
		}
		TOE_PARTS(List) |= TOE_REQUEST_PARTIAL;
		Skip = (ULONG)TOE_MOVED(List);
		while (Skip >= MmGetMdlByteCount(Cursor.Mdl) - Cursor.Offset) {
			Skip -= MmGetMdlByteCount(Cursor.Mdl) - Cursor.Offset;
			Cursor.Mdl = Cursor.Mdl->Next;
			Cursor.Offset = 0;
		}
		Cursor.Offset += Skip;
		Cursor.Left -= (ULONG)TOE_MOVED(List);
		PutRequest(Adapter, Connection, &Cursor, TOE_CONN_POST, Flags | TOE_CONN_SEEN, List, 0);
		return; /* the rest when this part is full */
	}
}

/* One indication of the first thing we hold. */
static VOID Indicate(TOE_ADAPTER *Adapter, TOE_CONNECTION *Connection, TOE_PIECE *Piece)
{
	PNET_BUFFER Buffer = NET_BUFFER_LIST_FIRST_NB(Piece->List);
	ULONG Consumed = 0, Length = Piece->Length;
	TOE_PIECE *Copy;
	NDIS_STATUS Status;

	NET_BUFFER_LIST_NEXT_NBL(Piece->List) = NULL;
	NET_BUFFER_FIRST_MDL(Buffer) = NET_BUFFER_CURRENT_MDL(Buffer) = Piece->Mdl;
	NET_BUFFER_CURRENT_MDL_OFFSET(Buffer) = NET_BUFFER_DATA_OFFSET(Buffer) = Piece->Start;
	NET_BUFFER_DATA_LENGTH(Buffer) = Length;
	NET_BUFFER_LIST_STATUS(Piece->List) = NDIS_STATUS_SUCCESS;
	Status = Adapter->Chimney.Handlers.NdisTcpOffloadReceiveHandler(Connection->Handle, Piece->List, NDIS_STATUS_SUCCESS, &Consumed);
	NdisAcquireSpinLock(&Adapter->Chimney.Lock);
	if (Status == NDIS_STATUS_SUCCESS) {
		Consumed = Length; /* it comes back by ToeTcpOffloadReceiveReturn, perhaps it has already */
	} else {
		Connection->Refused = Connection->Requests.First == NULL;
		if (Status != NDIS_STATUS_OFFLOAD_DATA_PARTIALLY_ACCEPTED || Consumed >= Length)
			Consumed = 0;
		Piece->Start += Consumed;
		Piece->Length -= Consumed;
		Piece->Next = Connection->Data;
		Connection->Data = Piece;
		if (Piece->Next == NULL)
			Connection->DataLast = Piece;
	}
	if (Consumed != 0 && Connection->OnCard)
		ToePut(Adapter, TOE_CONN_CONSUMED, 0, Connection->Index, 0, 0, 0, Consumed);
	/* What NDIS does not want does not keep the card's buffers. */
	for (Piece = Connection->Refused ? Connection->Data : NULL; Piece != NULL; Piece = Piece->Next) {
		TOE_PIECE **Link;
		if (Piece->Address == 0 || (Copy = ToePieceCopy(Adapter, Piece)) == NULL)
			continue;
		for (Link = &Connection->Data; *Link != Piece; Link = &(*Link)->Next)
			;
		Copy->Next = Piece->Next;
		*Link = Copy;
		if (Connection->DataLast == Piece)
			Connection->DataLast = Copy;
		ToePieceGive(Adapter, Piece);
		Piece = Copy;
	}
	ToePublish(Adapter);
}

/* Requests, then indications, as the contract's 7.4 has them. */
static VOID DeliverReceived(TOE_ADAPTER *Adapter, TOE_CONNECTION *Connection)
{
	TOE_CHIMNEY *Chimney = &Adapter->Chimney;
	PNET_BUFFER_LIST Done;
	TOE_PIECE *Piece;

	for (;;) {
		NdisAcquireSpinLock(&Chimney->Lock);
		while (!Connection->Dead && Place(Adapter, Connection))
			;
		if (Connection->RequestsDone.First == NULL && Connection->Data == NULL && Connection->OnCard && !Connection->Ending)
			Post(Adapter, Connection);
		Piece = Connection->RequestsDone.First == NULL && Connection->Requests.First == NULL && !Connection->Refused
		                ? Connection->Data
		                : NULL;
		if (Piece != NULL)
			Connection->Data = Piece->Next;
		ToePublish(Adapter);
		if (Piece != NULL) {
			Indicate(Adapter, Connection, Piece);
			continue;
		}
		Done = TakeDone(Adapter, &Connection->RequestsDone, TRUE);
		if (Done != NULL)
			Chimney->Handlers.NdisTcpOffloadReceiveComplete(Adapter->Handle, Done);
		else
			return;
	}
}

static VOID DeliverDisconnects(TOE_ADAPTER *Adapter, TOE_CONNECTION *Connection)
{
	PNET_BUFFER_LIST List;

	for (;;) {
		NdisAcquireSpinLock(&Adapter->Chimney.Lock);
		List = Connection->DisconnectDone[0];
		Connection->DisconnectDone[0] = Connection->DisconnectDone[1];
		Connection->DisconnectDone[1] = NULL;
		NdisReleaseSpinLock(&Adapter->Chimney.Lock);
		if (List == NULL)
			return;
		Advance(List);
		Adapter->Chimney.Handlers.NdisTcpOffloadDisconnectComplete(Adapter->Handle, List);
	}
}

static VOID DeliverEvents(TOE_ADAPTER *Adapter, TOE_CONNECTION *Connection)
{
	ULONG Events, Reason, Backlog, Type;

	NdisAcquireSpinLock(&Adapter->Chimney.Lock);
	Events = Connection->Events;
	Reason = Connection->Reason;
	Backlog = Connection->Backlog;
	Connection->Events = 0;
	NdisReleaseSpinLock(&Adapter->Chimney.Lock);
	for (Type = TcpIndicateSendBacklogChange; Type <= TcpIndicateAbort; Type++)
		if (Events & 1ul << Type)
			Adapter->Chimney.Handlers.NdisTcpOffloadEventHandler(Connection->Handle, Type,
			                                                     Type == TcpIndicateRetrieve            ? Reason
			                                                     : Type == TcpIndicateSendBacklogChange ? Backlog
			                                                                                            : 0);
}

/* Whatever is not through comes back with the reason: uploaded, or lost. Under the lock. */
static VOID GiveBack(TOE_CONNECTION *Connection)
{
	const NDIS_STATUS Status = Connection->Dead ? NDIS_STATUS_REQUEST_ABORTED : NDIS_STATUS_UPLOAD_IN_PROGRESS;
	PNET_BUFFER_LIST *Link[2], List;
	ULONG i;

	MoveAll(&Connection->Requests, &Connection->RequestsDone, Status);
	MoveAll(&Connection->Sends, &Connection->SendsDone, Status);
	MoveAll(&Connection->Forwards, &Connection->ForwardsDone, Status);
	Link[0] = &Connection->Disconnect;
	Link[1] = &Connection->Abort;
	for (i = 0; i < 2; i++) {
		List = *Link[i];
		*Link[i] = NULL;
		if (List == NULL)
			continue;
		NET_BUFFER_LIST_STATUS(List) = Status;
		Connection->DisconnectDone[Connection->DisconnectDone[0] != NULL] = List;
	}
}

VOID ToeDeliver(TOE_ADAPTER *Adapter, TOE_CONNECTION *Connection)
{
	TOE_CHIMNEY *Chimney = &Adapter->Chimney;
	BOOLEAN Finish;
	PNET_BUFFER_LIST Done;

	if (Connection->Held)
		return; /* comes again when its initiate has been completed */
	DeliverReceived(Adapter, Connection);
	Finish = Connection->Unloaded;
	if (Finish) {
		NdisAcquireSpinLock(&Chimney->Lock);
		GiveBack(Connection);
		NdisReleaseSpinLock(&Chimney->Lock);
		Done = TakeDone(Adapter, &Connection->RequestsDone, TRUE);
		if (Done != NULL)
			Chimney->Handlers.NdisTcpOffloadReceiveComplete(Adapter->Handle, Done);
	}
	Done = TakeDone(Adapter, &Connection->SendsDone, TRUE);
	if (Done != NULL)
		Chimney->Handlers.NdisTcpOffloadSendComplete(Adapter->Handle, Done);
	DeliverDisconnects(Adapter, Connection);
	Done = TakeDone(Adapter, &Connection->ForwardsDone, FALSE);
	if (Done != NULL)
		Chimney->Handlers.NdisTcpOffloadForwardComplete(Adapter->Handle, Done);
	DeliverEvents(Adapter, Connection);
	if (Finish)
		ToeTerminated(Adapter, Connection);
}

/* What NDIS would not take goes up with the state (contract 6.5.2): the pieces become the host's. Under the lock. */
PNET_BUFFER_LIST ToeBufferedData(TOE_CONNECTION *Connection)
{
	PNET_BUFFER_LIST First = NULL, *Link = &First;
	TOE_PIECE *Piece;

	for (Piece = Connection->Data; Piece != NULL; Piece = Piece->Next) {
		PNET_BUFFER Buffer = NET_BUFFER_LIST_FIRST_NB(Piece->List);
		NET_BUFFER_FIRST_MDL(Buffer) = NET_BUFFER_CURRENT_MDL(Buffer) = Piece->Mdl;
		NET_BUFFER_CURRENT_MDL_OFFSET(Buffer) = NET_BUFFER_DATA_OFFSET(Buffer) = Piece->Start;
		NET_BUFFER_DATA_LENGTH(Buffer) = Piece->Length;
		NET_BUFFER_LIST_NEXT_NBL(Piece->List) = NULL;
		*Link = Piece->List;
		Link = &NET_BUFFER_LIST_NEXT_NBL(Piece->List);
	}
	Connection->Data = Connection->DataLast = NULL;
	return First;
}
