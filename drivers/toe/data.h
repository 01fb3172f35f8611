/*
 * The data path's structures: queue.c makes them, send.c and packet.c send, receive.c receives. Included by toe.h.
 *
 * A queue's service (handing packets to the card, taking back what it has sent; taking frames from the card) belongs to one thread at a
 * time, whoever raised Claims from 0; others raise it and leave, and the owner goes round again. So the service needs no lock around calls
 * into NDIS, and nothing is reordered. A stopped queue (reset, removal) is one whose stopper keeps the claim.
 *
 * Lock of a queue: the few words that others touch as well (see below). NDIS is not called under it (but for NdisGetDataBuffer, when a
 * packet is bounced).
 */
#pragma once

#define TOE_PAIRS_MAX     TOE_QUEUES_MAX
#define TOE_COPY_BYTES    256     /* packets up to this size are copied: cheaper than mapping them */
#define TOE_BOUNCE_BYTES  0x12000 /* a packet of more than TOE_TX_PIECES pieces is copied here, one at a time */
#define TOE_SG_ELEMENTS   18      /* of a scatter/gather list before NDIS has to allocate it */
#define TOE_BLOCK_BUFFERS 16      /* receive buffers in one piece of shared memory */

/* What the card has been told that concerns sends: a packet that asks for more is failed here, for it would stop the card. */
typedef struct _TOE_TX_RULES {
	ULONG Csum, Seg; /* TOE_CSUM_*, TOE_SEG_* */
	ULONG LsoMax4, LsoMax6, LsoMin, UsoMax, UsoMin;
} TOE_TX_RULES;

/* What one NET_BUFFER asks for. */
typedef struct _TOE_TX_REQUEST {
	USHORT Flags; /* TOE_TX_* */
	USHORT Mss, L3, L4, Header, Vlan;
	ULONG Csum, Seg;         /* what must be enabled for it */
	ULONG Payload, Segments; /* LSO, USO */
} TOE_TX_REQUEST;

struct _TOE_TX_QUEUE;
typedef struct _TOE_TX_PACKET {
	struct _TOE_TX_QUEUE *Queue;
	PNET_BUFFER_LIST List;
	PNET_BUFFER Buffer;
	PSCATTER_GATHER_LIST Sgl; /* NULL: copied */
	volatile LONG Mapping;    /* how many of NdisMAllocateNetBufferSGList and MiniportProcessSGList are through: 2 = mapped */
	NDIS_STATUS Status;
	TOE_TX_REQUEST Request;
	ULONG End; /* index after its last descriptor */
	BOOLEAN Bounced;
	PUCHAR Copy; /* TOE_COPY_BYTES of shared memory */
	ULONG64 CopyAddress;
	union {
		SCATTER_GATHER_LIST List;
		UCHAR Bytes[sizeof(SCATTER_GATHER_LIST) + TOE_SG_ELEMENTS * sizeof(SCATTER_GATHER_ELEMENT)];
	} SgBuffer;
} TOE_TX_PACKET;

typedef struct _TOE_SHARED { /* a piece of shared memory */
	PVOID Address;
	NDIS_PHYSICAL_ADDRESS Physical;
	ULONG Length;
} TOE_SHARED;

typedef struct _TOE_NBL_LIST {
	PNET_BUFFER_LIST First, Last;
	ULONG Count;
} TOE_NBL_LIST;

typedef struct _TOE_TX_QUEUE {
	TOE_ADAPTER *Adapter;
	ULONG Index, Entries, PacketCount;
	TOE_SHARED Memory, Copies, Bounce; /* Memory: ring and control block */
	struct toe_tx_desc *Descriptors;
	volatile struct toe_queue_control *Control;
	TOE_TX_PACKET *Packets; /* used as a ring */
	volatile LONG Claims;

	/* the owner's */
	ULONG Producer, Consumer;             /* descriptors */
	ULONG PacketHead, Posted, PacketTail; /* packets: mapped up to Head, with the card up to Posted, completed up to Tail */
	PNET_BUFFER NextBuffer;               /* of the first list in Todo: the next to be mapped */
	TOE_NBL_LIST Todo;                    /* taken out of Waiting */
	BOOLEAN MappingPending;               /* HAL took its time: packet PacketHead - 1 is not mapped yet */
	BOOLEAN BounceBusy;

	NDIS_SPIN_LOCK Lock;  /* what follows */
	TOE_NBL_LIST Waiting; /* what is not begun, and can be cancelled */
	BOOLEAN On, Stopped;
	TOE_TX_RULES Rules;
} TOE_TX_QUEUE;

struct _TOE_RX_QUEUE;
typedef struct _TOE_RX_BUFFER {
	struct _TOE_RX_QUEUE *Queue;
	PUCHAR Data;
	ULONG64 Address;
	PMDL Mdl;
	PNET_BUFFER_LIST List;
	struct _TOE_RX_BUFFER *Next; /* free list, or the next piece of the same frame */
	BOOLEAN Posted, Held;        /* with the card; above us */
} TOE_RX_BUFFER;

typedef struct _TOE_RX_QUEUE {
	TOE_ADAPTER *Adapter;
	ULONG Index, Entries, BufferSize;
	TOE_SHARED Memory; /* rings and control block */
	TOE_SHARED *Blocks;
	struct toe_rx_buffer *Posts;
	volatile struct toe_rx_done *Done;
	volatile struct toe_queue_control *Control;
	TOE_RX_BUFFER *Buffers;
	volatile LONG Claims;

	/* the owner's */
	ULONG Seen;
	TOE_RX_BUFFER *Part, *PartLast; /* of a frame whose last piece has not been seen */

	NDIS_SPIN_LOCK Lock; /* what follows */
	TOE_RX_BUFFER *Free;
	ULONG FreeCount, PostedCount, Producer;
	BOOLEAN Stopped;
} TOE_RX_QUEUE;

typedef struct _TOE_DATA {
	ULONG Pairs; /* 0: this firmware moves no packets */
	TOE_TX_QUEUE *Tx;
	TOE_RX_QUEUE *Rx;
	NDIS_HANDLE NblPool, PauseTimer;
	volatile LONG Active;                  /* one while running, and one for each NBL that is with us or above us; 0: paused */
	volatile LONG Gate;                    /* stop and prepare, one at a time */
	LONG TxErrors, TxDiscards, RxDiscards; /* what the card does not count */
	UCHAR Processor[TOE_PAIRS_MAX];        /* RSS: where a queue's frames are wanted; TOE_ANY_PROCESSOR */
	BOOLEAN Asleep;                        /* D3: the card has no queues */
	ULONG Command;                         /* of QUEUE_CREATE and QUEUE_DESTROY: how many are through */
} TOE_DATA;
#define TOE_ANY_PROCESSOR 0xff
