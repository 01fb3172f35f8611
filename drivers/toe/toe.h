/*
 * toe.sys: miniport driver of the Flue TOE 7031 (PCI f1e0:7031), NDIS 6.30 to 6.84.
 *
 *   driver.c      DriverEntry, version negotiation, optional handlers, unload
 *   pnp.c         MiniportAddDevice and its family
 *   adapter.c     initialize, halt, pause, restart, shutdown, surprise removal
 *   reset.c       reset of the card, by NDIS or because the firmware died
 *   attributes.c  registration, general and offload attributes
 *   keywords.c    what the registry says
 *   hardware.c    registers and capabilities
 *   admin.c       the admin queue and the event queue
 *   interrupt.c   MSI-X messages or the line
 *   offload.c     what is reported: NDIS_OFFLOAD and NDIS_TCP_CONNECTION_OFFLOAD from capabilities and settings
 *   change.c      how a setting changes: pause, upload, command, report, resume, complete
 *   oid.c         OID requests;  oidoffload.c  those about offloads;  statistics.c  those that count
 *   status.c      status indications
 *   data.h        the data path: structures;  queue.c  queues, stop and start, pause
 *   send.c        packets to the card and back;  packet.c  what a packet asks for, how it is described to the card
 *   receive.c     frames from the card
 *   connection.h  connection offload: objects;  chimney.c and chimney.h  trees of blocks;  chimneyio.c  data;  connection.c  the card's
 * queue
 *
 * Locks of the data path: data.h. TOE_ADAPTER.Lock guards the admin queue, TOE_ADAPTER.Change's Request/Active/Cancelled and the waiting
 * request. It is never held while NDIS is called. Everything else that a change touches is owned by the one change that is active.
 */
#pragma once
#include <ndis.h>
#include <ndischimney.h>
#include "../../src/hw/toe/regs.h"

#define TOE_TAG          ((ULONG)'1eoT')
#define TOE_DRIVER_MAJOR 1
#define TOE_DRIVER_MINOR 0
#define TOE_VENDOR_ID    0x00f1e000ul
#define TOE_VXLAN_PORT   4789

/* ---- the registered NDIS version and what follows from it (version-information-requirements-for-ndis-drivers) */
typedef struct _TOE_VERSION {
	USHORT Version;        /* 684 = 6.84 */
	UCHAR OffloadRevision; /* of NDIS_OFFLOAD */
	USHORT OffloadSize;
	UCHAR ParametersRevision; /* of NDIS_OFFLOAD_PARAMETERS: the highest one understood */
	USHORT ParametersSize;
} TOE_VERSION;

typedef struct _TOE_DRIVER {
	NDIS_HANDLE Handle;
	const TOE_VERSION *Version;
	BOOLEAN Chimney; /* both handler sets are registered */
} TOE_DRIVER;
extern TOE_DRIVER ToeDriver;

/* ---- the card's capabilities, as its registers state them and reduced to what the documentation lets us report */
typedef struct _TOE_CAPS {
	ULONG Generation;
	ULONG Csum, Seg, LsoMax4, LsoMax6, LsoMin, UsoMax, UsoMin, Frames, Nvgre, Vxlan, TunnelHeader, TunnelFlags, Rss;
	ULONG Conn, Capacity, ConnFrames, Window;
} TOE_CAPS;

/* ---- what the administrator wants: keywords at first, then OID_TCP_OFFLOAD_PARAMETERS. May exceed the capabilities: CUR is their
 * intersection. */
#define TOE_TX 1
#define TOE_RX 2
typedef struct _TOE_SETTINGS {
	UCHAR IpCsum4, TcpCsum4, UdpCsum4, TcpCsum6, UdpCsum6; /* TOE_TX | TOE_RX */
	UCHAR LsoV1, LsoV2Ip4, LsoV2Ip6, Uso4, Uso6, Rsc4, Rsc6;
	UCHAR Conn4, Conn6;
	UCHAR TunnelTypes;     /* NDIS_ENCAPSULATION_TYPE_*: enabled */
	UCHAR TunnelRequested; /* a protocol or filter asked for it: only then it operates */
	USHORT VxlanPort, VxlanPortKeyword;
} TOE_SETTINGS;

/* OID_OFFLOAD_ENCAPSULATION, per family. */
typedef struct _TOE_FAMILY {
	ULONG Enabled; /* NDIS_OFFLOAD_SET_NO_CHANGE: never set; SET_ON; SET_OFF */
	ULONG Type;    /* NDIS_ENCAPSULATION_* */
	ULONG HeaderSize;
} TOE_FAMILY;
#define TOE_IP4 0
#define TOE_IP6 1

/* Everything the card is told. The committed one is in the adapter; a change works on a copy. */
typedef struct _TOE_STATE {
	TOE_SETTINGS Settings;
	TOE_FAMILY Family[2];
	struct toe_connection Connection; /* OID_TCP_CONNECTION_OFFLOAD_PARAMETERS; enable is filled in when sent */
	struct toe_rss Rss;
	ULONG Filter; /* NDIS_PACKET_TYPE_* */
	ULONG MulticastCount;
	UCHAR Multicast[TOE_MULTICAST_MAX][6];
	ULONG ModerationUs;
	UCHAR MacAddress[6];
} TOE_STATE;

/* ---- admin queue */
#define TOE_ADMIN_ENTRIES 16
#define TOE_EVENT_ENTRIES 32
#define TOE_BUFFER_SIZE   512
struct _TOE_ADAPTER;
typedef struct _TOE_ADAPTER TOE_ADAPTER;
/* At DISPATCH_LEVEL or below, no lock held. Data: the command's buffer, valid during the call. NDIS_STATUS_REQUEST_ABORTED: the card was
 * reset. */
typedef VOID TOE_DONE(TOE_ADAPTER *Adapter, PVOID Context, NDIS_STATUS Status, PVOID Data);
typedef struct _TOE_SLOT {
	TOE_DONE *Done; /* NULL: free */
	PVOID Context;
} TOE_SLOT;
typedef struct _TOE_ADMIN {
	PUCHAR Memory; /* commands, completions, events, buffers: one piece of shared memory */
	NDIS_PHYSICAL_ADDRESS Physical;
	struct toe_command *Commands;
	volatile struct toe_completion *Completions;
	volatile struct toe_event *Events;
	PUCHAR Buffers;
	TOE_SLOT Slots[TOE_ADMIN_ENTRIES];
	ULONG Tail, Outstanding;     /* Tail: index of the next command */
	ULONG CompletionAt, EventAt; /* count for ever: the bit above the index is the phase */
	ULONG Completed, CompletedAtArm;
	BOOLEAN Running;
} TOE_ADMIN;

/* ---- change.c */
#define TOE_STEP_ADDRESS       0x01
#define TOE_STEP_FILTER        0x02
#define TOE_STEP_OFFLOADS      0x04
#define TOE_STEP_ENCAPSULATION 0x08
#define TOE_STEP_CONNECTION    0x10
#define TOE_STEP_RSS           0x20
#define TOE_STEP_MODERATION    0x40
#define TOE_STEP_ACK           0x80
#define TOE_STEP_QUEUES        0x100 /* the data path's queues are made */
#define TOE_STEP_QUEUES_END    0x200 /* ... and taken away */
#define TOE_STEP_ALL           0x1ff
typedef struct _TOE_CHANGE {
	BOOLEAN Active;
	BOOLEAN Cancelled;    /* the request went away: undo */
	BOOLEAN Undo;         /* the steps now run with the committed state */
	BOOLEAN Uploading;    /* waiting for the last connection */
	BOOLEAN Paused;       /* NDIS_STATUS_OFFLOAD_PAUSE was indicated: a resume is owed */
	BOOLEAN PauseFirst;   /* asked for by the starter */
	BOOLEAN IndicateTask; /* the OID demands a report even if nothing changed */
	BOOLEAN Silent;       /* initialization: nothing is indicated */
	BOOLEAN Restore;      /* after a reset: ToeResetDone waits for the end */
	BOOLEAN Persist;      /* keywords of our own follow the settings */
	ULONG Steps, Applied, Current;
	TOE_STATE Target;
	TOE_CAPS Caps;
	PNDIS_OID_REQUEST Request;
	ULONG BytesRead;
	UCHAR SupportedRevision;
	UCHAR Processor[TOE_QUEUES_MAX]; /* TOE_STEP_RSS: becomes Data.Processor */
	NDIS_STATUS Status;
} TOE_CHANGE;

typedef enum { ToeHalted, ToePaused, ToeRunning, ToePausing } TOE_RUN_STATE;
typedef enum { ToeResetIdle, ToeResetWorking, ToeResetRestoring, ToeResetFinishing } TOE_RESET_PHASE;

#include "data.h"
#include "connection.h"

struct _TOE_ADAPTER {
	NDIS_HANDLE Handle;
	NDIS_SPIN_LOCK Lock;
	volatile TOE_RUN_STATE RunState;
	volatile BOOLEAN Removed; /* surprise removal: the registers are gone */
	volatile BOOLEAN Dead;    /* the card does not come back */
	BOOLEAN Halting, Shutdown;

	/* resources */
	NDIS_PHYSICAL_ADDRESS BarAddress;
	ULONG BarLength;
	PUCHAR Bar;
	NDIS_HANDLE Interrupt, Dma, Watchdog, ResetWork;
	NDIS_INTERRUPT_TYPE InterruptType;
	ULONG Messages;
	BOOLEAN WatchdogSet;

	/* reset.c */
	TOE_RESET_PHASE ResetPhase;
	BOOLEAN ResetByNdis; /* NDIS waits for NdisMResetComplete */
	BOOLEAN ResetAgain, ResetAgainByNdis;
	BOOLEAN Initializing; /* no reset: initialization fails instead */
	BOOLEAN ResumeOwed;   /* a reset cut a change short between pause and resume */
	ULONG ResetsInARow;
	NDIS_EVENT Idle; /* ResetPhase is ToeResetIdle */
	BOOLEAN PersistQueued;
	NDIS_HANDLE PersistWork;
	NDIS_EVENT PersistIdle;

	/* the card */
	UCHAR PermanentAddress[6];
	ULONG MaxFrame;
	ULONG Link, LinkMbps;
	TOE_CAPS Caps;        /* in force */
	TOE_CAPS CapsInitial; /* reported at initialization: a plain miniport can never report more connection offload than that */
	TOE_ADMIN Admin;

	/* configuration */
	ULONG KeywordFrame, Lookahead, PriorityVlan, RssEnabled, RssQueues, VlanId, FlowControl;
	ULONG TransmitBuffers, ReceiveBuffers;
	TOE_STATE State; /* committed: what the card does and NDIS knows */
	TOE_CHANGE Change;
	NDIS_EVENT ChangeDone;     /* initialization waits for it */
	PNDIS_OID_REQUEST Waiting; /* came while a change without request was running */
	BOOLEAN CapsDirty;         /* the firmware announced other capabilities */

	/* last reported */
	NDIS_OFFLOAD Task, TaskHardware;
	NDIS_TCP_CONNECTION_OFFLOAD Connection, ConnectionHardware;

	TOE_DATA Data;
	TOE_CHIMNEY Chimney;
	PNDIS_OID_REQUEST Counting; /* a statistics query that waits for the card */
};

/* hardware.c */
static __inline ULONG ToeRead(TOE_ADAPTER *Adapter, ULONG Register)
{
	ULONG Value;
	NdisReadRegisterUlong((PULONG)(Adapter->Bar + Register), &Value);
	return Value;
}
static __inline VOID ToeWrite(TOE_ADAPTER *Adapter, ULONG Register, ULONG Value)
{
	NdisWriteRegisterUlong((PULONG)(Adapter->Bar + Register), Value);
}
NDIS_STATUS ToeHardwareMap(TOE_ADAPTER *Adapter);
VOID ToeHardwareUnmap(TOE_ADAPTER *Adapter);
NDIS_STATUS ToeHardwareReset(TOE_ADAPTER *Adapter);
VOID ToeHardwareReadCaps(TOE_ADAPTER *Adapter, TOE_CAPS *Caps);
VOID ToeHardwareReadLink(TOE_ADAPTER *Adapter);
VOID ToeCapsIntersect(TOE_CAPS *Into, const TOE_CAPS *Other);
VOID ToeCapsLimitConnection(TOE_CAPS *Caps, const TOE_CAPS *Initial);

/* admin.c */
NDIS_STATUS ToeAdminAllocate(TOE_ADAPTER *Adapter);
VOID ToeAdminFree(TOE_ADAPTER *Adapter);
VOID ToeAdminStart(TOE_ADAPTER *Adapter);
VOID ToeAdminStop(TOE_ADAPTER *Adapter);
NDIS_STATUS ToeAdminSubmit(TOE_ADAPTER *Adapter, const struct toe_command *Command, const VOID *Data, ULONG Length, TOE_DONE *Done,
                           PVOID Context);
VOID ToeAdminPoll(TOE_ADAPTER *Adapter);
NDIS_TIMER_FUNCTION ToeAdminWatchdog;

/* interrupt.c */
#define TOE_CAUSES (TOE_INT_ADMIN | TOE_INT_EVENT | TOE_INT_FATAL | TOE_INT_QUEUE)
NDIS_STATUS ToeInterruptRegister(TOE_ADAPTER *Adapter);
VOID ToeInterruptDeregister(TOE_ADAPTER *Adapter);

/* keywords.c */
NDIS_STATUS ToeKeywordsRead(TOE_ADAPTER *Adapter);
VOID ToeKeywordsPersist(TOE_ADAPTER *Adapter);

/* attributes.c */
NDIS_STATUS ToeAttributesRegistration(TOE_ADAPTER *Adapter);
NDIS_STATUS ToeAttributesGeneral(TOE_ADAPTER *Adapter);
NDIS_STATUS ToeAttributesOffload(TOE_ADAPTER *Adapter);

/* offload.c */
VOID ToeOffloadHardware(const TOE_CAPS *Caps, NDIS_OFFLOAD *Offload);
VOID ToeOffloadCurrent(const TOE_CAPS *Caps, const TOE_STATE *State, NDIS_OFFLOAD *Offload);
VOID ToeConnectionHardware(const TOE_CAPS *Caps, NDIS_TCP_CONNECTION_OFFLOAD *Connection);
VOID ToeConnectionCurrent(const TOE_CAPS *Caps, const TOE_STATE *State, NDIS_TCP_CONNECTION_OFFLOAD *Connection);
VOID ToeOffloadProgram(const TOE_CAPS *Caps, const TOE_STATE *State, struct toe_offloads *Program);
VOID ToeConnectionProgram(const TOE_CAPS *Caps, const TOE_STATE *State, struct toe_connection *Program);
BOOLEAN ToeOffloadAny(const TOE_CAPS *Caps);
BOOLEAN ToeConnectionAny(const TOE_CAPS *Caps);
NDIS_STATUS ToeOffloadParameters(const TOE_CAPS *Caps, TOE_SETTINGS *Settings, const NDIS_OFFLOAD_PARAMETERS *Parameters, ULONG Size);
ULONG ToeFrameOf(ULONG Encapsulation);

/* change.c */
NDIS_STATUS ToeChangeTake(TOE_ADAPTER *Adapter, PNDIS_OID_REQUEST Request);
VOID ToeChangeStart(TOE_ADAPTER *Adapter, ULONG Steps);
VOID ToeChangeDrop(TOE_ADAPTER *Adapter);
VOID ToeChangeRestore(TOE_ADAPTER *Adapter, BOOLEAN Silent);
VOID ToeChangeKick(TOE_ADAPTER *Adapter);
VOID ToeChangeCapabilities(TOE_ADAPTER *Adapter);
VOID ToeChangeUploaded(TOE_ADAPTER *Adapter);
VOID ToeChangeAbort(TOE_ADAPTER *Adapter, PVOID RequestId, NDIS_STATUS Status);
#define ToeRestoration ((PNDIS_OID_REQUEST)(ULONG_PTR)1) /* ToeChangeTake: on behalf of a reset, not of a request */

/* reset.c */
VOID ToeResetQueue(TOE_ADAPTER *Adapter, BOOLEAN ByNdis);
VOID ToeResetDone(TOE_ADAPTER *Adapter, NDIS_STATUS Status);
MINIPORT_RESET ToeReset;

/* oid.c, oidoffload.c, statistics.c */
ULONG ToeOidList(TOE_ADAPTER *Adapter, NDIS_OID *List, ULONG Max);
MINIPORT_OID_REQUEST ToeOidRequest;
MINIPORT_CANCEL_OID_REQUEST ToeCancelOidRequest;
NDIS_STATUS ToeOidProcess(TOE_ADAPTER *Adapter, PNDIS_OID_REQUEST Request);
NDIS_STATUS ToeOidTooShort(PNDIS_OID_REQUEST Request, ULONG Needed);
NDIS_STATUS ToeOidSetOffloadParameters(TOE_ADAPTER *Adapter, PNDIS_OID_REQUEST Request);
NDIS_STATUS ToeOidSetEncapsulation(TOE_ADAPTER *Adapter, PNDIS_OID_REQUEST Request);
NDIS_STATUS ToeOidSetConnectionParameters(TOE_ADAPTER *Adapter, PNDIS_OID_REQUEST Request);
NDIS_STATUS ToeOidQueryStatistics(TOE_ADAPTER *Adapter, PNDIS_OID_REQUEST Request);
VOID ToeStatisticsAbort(TOE_ADAPTER *Adapter, PVOID RequestId, NDIS_STATUS Status);

/* status.c */
VOID ToeIndicate(TOE_ADAPTER *Adapter, NDIS_STATUS Code, PVOID Buffer, ULONG Size);
VOID ToeIndicateLink(TOE_ADAPTER *Adapter);

/* queue.c */
NDIS_STATUS ToeDataAllocate(TOE_ADAPTER *Adapter);
VOID ToeDataFree(TOE_ADAPTER *Adapter);
VOID ToeDataStop(TOE_ADAPTER *Adapter);
VOID ToeDataRelease(TOE_ADAPTER *Adapter);
VOID ToeDataFlush(TOE_ADAPTER *Adapter, NDIS_STATUS Status);
VOID ToeDataPrepare(TOE_ADAPTER *Adapter);
VOID ToeDataStart(TOE_ADAPTER *Adapter);
BOOLEAN ToeDataElsewhere(TOE_ADAPTER *Adapter, ULONG Pair);
BOOLEAN ToeDataMore(TOE_ADAPTER *Adapter);
VOID ToeDataCommand(TOE_ADAPTER *Adapter, ULONG Step, struct toe_command *Command, struct toe_queue_setup *Setup);
BOOLEAN ToeEnter(TOE_ADAPTER *Adapter);
VOID ToeEnterMore(TOE_ADAPTER *Adapter, ULONG Count);
VOID ToeLeave(TOE_ADAPTER *Adapter, ULONG Count);
BOOLEAN ToeDataPoll(TOE_ADAPTER *Adapter, ULONG Pair, ULONG Limit);
MINIPORT_PAUSE ToePause;
MINIPORT_RESTART ToeRestart;

/* packet.c */
NDIS_STATUS ToePacketParse(TOE_ADAPTER *Adapter, PNET_BUFFER_LIST List, PNET_BUFFER Buffer, TOE_TX_REQUEST *Request);
NDIS_STATUS ToePacketAllowed(const TOE_TX_RULES *Rules, const TOE_TX_REQUEST *Request);
ULONG ToePacketDescribe(TOE_TX_QUEUE *Queue, TOE_TX_PACKET *Packet);
VOID ToePacketRules(const TOE_CAPS *Caps, const TOE_STATE *State, TOE_TX_RULES *Rules);

/* send.c */
static __inline VOID ToeListAdd(TOE_NBL_LIST *Into, PNET_BUFFER_LIST List)
{
	NET_BUFFER_LIST_NEXT_NBL(List) = NULL;
	if (Into->First == NULL)
		Into->First = List;
	else
		NET_BUFFER_LIST_NEXT_NBL(Into->Last) = List;
	Into->Last = List;
	Into->Count++;
}
VOID ToeSendService(TOE_TX_QUEUE *Queue);
BOOLEAN ToeSendArm(TOE_TX_QUEUE *Queue);
VOID ToeSendPause(TOE_ADAPTER *Adapter);
VOID ToeSendFlush(TOE_TX_QUEUE *Queue, NDIS_STATUS Status);
VOID ToeSendRules(TOE_ADAPTER *Adapter, const TOE_TX_RULES *Rules, BOOLEAN Restrict);
MINIPORT_SEND_NET_BUFFER_LISTS ToeSendNetBufferLists;
MINIPORT_CANCEL_SEND ToeCancelSend;
MINIPORT_PROCESS_SG_LIST ToeProcessSgList;

/* receive.c */
ULONG ToeReceive(TOE_RX_QUEUE *Queue, ULONG Budget, BOOLEAN *More);
BOOLEAN ToeReceiveArm(TOE_RX_QUEUE *Queue);
VOID ToeReceivePrepare(TOE_RX_QUEUE *Queue);
MINIPORT_RETURN_NET_BUFFER_LISTS ToeReturnNetBufferLists;

/* connection.c */
VOID ToeConnectionPoll(TOE_ADAPTER *Adapter);
NDIS_STATUS ToeConnectionStart(TOE_ADAPTER *Adapter);
VOID ToeConnectionLost(TOE_ADAPTER *Adapter);
VOID ToeConnectionFree(TOE_ADAPTER *Adapter);
VOID ToePut(TOE_ADAPTER *Adapter, ULONG Opcode, ULONG Flags, ULONG Conn, ULONG64 Cookie, ULONG64 Address, ULONG Length, ULONG Info);
VOID ToePublish(TOE_ADAPTER *Adapter);
VOID ToeServe(TOE_ADAPTER *Adapter, TOE_CONNECTION *Connection);
TOE_SLOT_STATE *ToeSlotTake(TOE_ADAPTER *Adapter);
VOID ToeSlotGive(TOE_ADAPTER *Adapter, TOE_SLOT_STATE *Slot);
VOID ToePiecesMake(TOE_ADAPTER *Adapter, ULONG Count);
VOID ToePieceGive(TOE_ADAPTER *Adapter, TOE_PIECE *Piece);
TOE_PIECE *ToePieceCopy(TOE_ADAPTER *Adapter, const TOE_PIECE *From);

/* chimneyio.c */
NDIS_STATUS NTAPI ToeTcpOffloadSend(NDIS_HANDLE MiniportAdapterContext, PVOID MiniportOffloadContext, PNET_BUFFER_LIST NetBufferList);
NDIS_STATUS NTAPI ToeTcpOffloadReceive(NDIS_HANDLE MiniportAdapterContext, PVOID MiniportOffloadContext, PNET_BUFFER_LIST NetBufferList);
NDIS_STATUS NTAPI ToeTcpOffloadForward(NDIS_HANDLE MiniportAdapterContext, PVOID MiniportOffloadContext, PNET_BUFFER_LIST NetBufferList);
NDIS_STATUS NTAPI ToeTcpOffloadDisconnect(NDIS_HANDLE MiniportAdapterContext, PVOID MiniportOffloadContext, PNET_BUFFER_LIST NetBufferList,
                                          ULONG Flags);
NDIS_STATUS NTAPI ToeTcpOffloadReceiveReturn(NDIS_HANDLE MiniportAdapterContext, PNET_BUFFER_LIST NetBufferList);
VOID ToeConnectionEvent(TOE_ADAPTER *Adapter, TOE_CONNECTION *Connection, const struct toe_conn_event *Event);
VOID ToeForwarded(TOE_ADAPTER *Adapter, const struct toe_conn_event *Event);
VOID ToeConnectionDead(TOE_ADAPTER *Adapter, TOE_CONNECTION *Connection);
VOID ToeDeliver(TOE_ADAPTER *Adapter, TOE_CONNECTION *Connection);
VOID ToeLoadSends(TOE_ADAPTER *Adapter, TOE_CONNECTION *Connection, PNET_BUFFER_LIST Chain);
VOID ToeLoadReceived(TOE_ADAPTER *Adapter, TOE_CONNECTION *Connection, PNET_BUFFER_LIST Chain);
PNET_BUFFER_LIST ToeBufferedData(TOE_CONNECTION *Connection);

/* chimney.c, chimneyobject.c (operations), chimneyterminate.c, chimneystate.c */
VOID ToeOpDone(TOE_ADAPTER *Adapter, TOE_OP *Op, const struct toe_conn_event *Event);
VOID ToeOpsLost(TOE_ADAPTER *Adapter);
VOID ToeTerminated(TOE_ADAPTER *Adapter, TOE_CONNECTION *Connection);
BOOLEAN ToeTreesEnd(TOE_ADAPTER *Adapter);
VOID ToeNeighborStale(TOE_ADAPTER *Adapter, TOE_HOP *Hop);
VOID ToeChimneyWork(TOE_ADAPTER *Adapter);
NDIS_STATUS ToeChimneyRegister(NDIS_HANDLE DriverHandle);
NDIS_STATUS ToeChimneyOpen(TOE_ADAPTER *Adapter);
VOID ToeChimneyClose(TOE_ADAPTER *Adapter);
VOID ToeChimneyPause(TOE_ADAPTER *Adapter);
VOID ToeChimneyResume(TOE_ADAPTER *Adapter);

/* pnp.c, adapter.c */
NDIS_STATUS ToePnpRegister(NDIS_HANDLE DriverHandle);
MINIPORT_INITIALIZE ToeInitialize;
MINIPORT_HALT ToeHalt;
MINIPORT_SHUTDOWN ToeShutdown;
MINIPORT_DEVICE_PNP_EVENT_NOTIFY ToeDevicePnpEvent;
