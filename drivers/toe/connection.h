/*
 * Connection offload: the objects and the card's connection queue (docs/toe-nic.md, section 14). Included by toe.h.
 *
 *   chimney.c     trees of blocks, by a work item at PASSIVE_LEVEL; chimneyinitiate.c, chimneystate.c, chimneyterminate.c, chimneyobject.c:
 *                 neighbors, paths and connections made, queried and changed, taken away; what these share
 *   connection.c  the connection queue: commands to the card, its events; memory that is shared with it
 *   chimneyio.c   data: sends, receive requests, indications, disconnects, forwards; what a connection hands to NDIS and in what order
 *
 * Chimney.Lock guards the ring's producer, the lists of every connection and the tables. NDIS is not called under it. Whatever is handed to
 * NDIS (completions, indications, events) is handed by one thread at a time, whoever raised Chimney.Claims from 0, at DISPATCH_LEVEL: so
 * that deliveries of one connection are serialized and in order. What arrives meanwhile is noted in the connection, which is put on the
 * list of those to be served.
 *
 * Memory is made at the first connection: nothing of this exists on an adapter that never offloads one.
 */
#pragma once

#define TOE_CONN_ENTRIES   1024  /* commands, and events */
#define TOE_HOPS           1024  /* the card's neighbor table */
#define TOE_SLOTS_BLOCK    256   /* struct toe_conn_state in one piece of shared memory */
#define TOE_PIECE_BYTES    16384 /* of a buffer for indications */
#define TOE_PIECES_BLOCK   16
#define TOE_PIECES_FIRST   256
#define TOE_PIECES_MAX     4096
#define TOE_REQUEST_PIECES 64 /* the card's limit for one request */

typedef NDIS_MINIPORT_OFFLOAD_BLOCK_LIST TOE_BLOCK;
typedef enum { TreeInitiate = 1, TreeQuery, TreeUpdate, TreeInvalidate, TreeTerminate } TOE_TREE;
typedef enum { ToeNeighbor = 0x6e, ToePath = 0x70, ToeTcp = 0x74 } TOE_KIND;

typedef struct _TOE_SLOT_STATE { /* a struct toe_conn_state, or toe_neighbor, that the card reads or writes */
	struct _TOE_SLOT_STATE *Next;
	struct toe_conn_state *State;
	ULONG64 Address;
} TOE_SLOT_STATE;

/* A command whose end concerns a block of a tree. */
typedef struct _TOE_OP {
	LIST_ENTRY Link; /* in Chimney.Ops while the card has it */
	TOE_TREE Kind;
	ULONG Left; /* DONE events to come */
	NDIS_STATUS Status;
	PVOID Object;
	TOE_BLOCK *Block, *Root;
	TOE_SLOT_STATE *Slot;
} TOE_OP;

typedef struct _TOE_HOP {
	TOE_KIND Kind;
	ULONG Index;
	NDIS_HANDLE Handle;
	NEIGHBOR_OFFLOAD_STATE_CONST Const;
	NEIGHBOR_OFFLOAD_STATE_CACHED Cached;
	ULONGLONG HostMs; /* when the host last knew it reachable, by our clock */
	LONG Paths;
	TOE_SLOT_STATE *Slot; /* for what the card is told of it */
	LONG Stale;           /* the card asked; the host is to be */
	struct _TOE_HOP *NextStale;
} TOE_HOP;

typedef struct _TOE_PATH {
	TOE_KIND Kind;
	UCHAR Family;
	UCHAR Source[16], Destination[16];
	ULONG Mtu;
	NDIS_HANDLE Handle;
	TOE_HOP *Hop;
	LIST_ENTRY Connections;
	LONG Count;
} TOE_PATH;

/* Received data: in a buffer that the card fills, or, when NDIS did not want it, in a copy. */
typedef struct _TOE_PIECE {
	struct _TOE_PIECE *Next;
	PNET_BUFFER_LIST List;
	PMDL Mdl;
	PUCHAR Data;
	ULONG64 Address; /* 0: a copy */
	ULONG Start, Length;
	BOOLEAN Pushed, WithCard;
} TOE_PIECE;

typedef struct _TOE_CONNECTION {
	TOE_KIND Kind;
	ULONG Index;
	NDIS_HANDLE Handle;
	TOE_PATH *Path;
	LIST_ENTRY PathLink;
	TCP_OFFLOAD_STATE_CONST Const;
	TCP_OFFLOAD_STATE_CACHED Cached;
	TOE_OP Op;                          /* initiate or terminate */
	struct _TOE_CONNECTION *NextInTree; /* initiate: those of one tree */
	struct _TOE_CONNECTION *NextService;
	BOOLEAN InService;
	BOOLEAN Held;     /* the initiate has not been completed: nothing is handed up yet */
	BOOLEAN OnCard;   /* loaded */
	BOOLEAN Ending;   /* a terminate is under way: nothing new goes to the card */
	BOOLEAN Unloaded; /* the card has given everything back; Op.Slot has its state */
	BOOLEAN Dead;     /* the card was reset */
	BOOLEAN Refused;  /* NDIS did not take an indication; no more until a receive request comes */

	TOE_NBL_LIST Sends, Requests, Forwards;             /* in order; with the card, requests perhaps not yet */
	TOE_NBL_LIST SendsDone, RequestsDone, ForwardsDone; /* to be handed up */
	PNET_BUFFER_LIST Disconnect, Abort, DisconnectDone[2];
	ULONG Posted, Indicated; /* requests with the card; bytes it has indicated so far */
	TOE_PIECE *Data, *DataLast;
	ULONG Events; /* bit: TCP_OFFLOAD_EVENT_TYPE */
	ULONG Reason, Backlog;
} TOE_CONNECTION;

/* What is noted in the MiniportReserved of a list: bytes moved; pieces outstanding, or for a receive request TOE_REQUEST_* */
#define TOE_MOVED(List)     (*(ULONG_PTR *)&NET_BUFFER_LIST_MINIPORT_RESERVED(List)[0])
#define TOE_PARTS(List)     (*(ULONG_PTR *)&NET_BUFFER_LIST_MINIPORT_RESERVED(List)[1])
#define TOE_REQUEST_POSTED  1ul
#define TOE_REQUEST_PARTIAL 2ul /* what is with the card is not the whole of it */

typedef struct _TOE_OVERFLOW { /* commands that found the ring full */
	struct _TOE_OVERFLOW *Next;
	ULONG Count, Taken;
	struct toe_conn_command Command[127];
} TOE_OVERFLOW;

typedef struct _TOE_MEMORY_BLOCK {
	struct _TOE_MEMORY_BLOCK *Next;
	TOE_SHARED Memory;
	ULONG Count;
	union {
		TOE_SLOT_STATE Slots[1];
		TOE_PIECE Pieces[1];
	};
} TOE_MEMORY_BLOCK;

typedef struct _TOE_CHIMNEY {
	NDIS_TCP_OFFLOAD_EVENT_HANDLERS Handlers;
	BOOLEAN Usable; /* NDIS gave us its entry points */
	BOOLEAN Paused; /* initiates are queued */
	BOOLEAN WorkQueued;
	volatile BOOLEAN Hungry; /* the worker is to make buffers: an unload waits for them */
	NDIS_EVENT Idle;         /* no work is queued */
	NDIS_HANDLE WorkItem;
	TOE_BLOCK *First, *Last;   /* trees to be worked on, linked through MiniportReserved[0]; Adapter->Lock */
	volatile LONG Connections; /* offloaded now, or on their way down or up */

	NDIS_SPIN_LOCK Lock; /* what follows */
	volatile LONG Claims;
	TOE_SHARED Memory; /* ring, events, control block */
	struct toe_conn_command *Ring;
	volatile struct toe_conn_event *Done;
	volatile struct toe_queue_control *Control;
	BOOLEAN Up; /* the card has the queue */
	BOOLEAN Fence, Lost;
	ULONG Producer, Rung, Seen;
	TOE_OVERFLOW *Overflow, *OverflowLast;
	NDIS_EVENT Created;
	NDIS_STATUS CreateStatus;

	NDIS_HANDLE NblPool;
	TOE_MEMORY_BLOCK *SlotBlocks, *PieceBlocks;
	TOE_SLOT_STATE *FreeSlots;
	TOE_PIECE *FreePieces; /* not with the card, because it is down */
	ULONG Pieces, PiecesWithCard;

	TOE_CONNECTION **Table;
	ULONG TableSize, FreeHint;
	TOE_HOP *Hops[TOE_HOPS], *StaleHops;
	TOE_CONNECTION *Service, *ServiceLast;
	LIST_ENTRY Ops;
	TOE_BLOCK *Ended;         /* trees to be completed, linked through MiniportReserved[0] */
	TOE_CONNECTION *Starving; /* unloads that wait for buffers: NextInTree */
} TOE_CHIMNEY;
