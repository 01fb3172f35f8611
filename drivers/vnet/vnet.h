/*
 * vnet.sys: a small miniport for modern virtio-net devices (VIRTIO 1.2), NDIS 6.84: one receive and one transmit queue, the checksum of
 * sent TCP segments offloaded, nothing else. Every frame is copied: the driver is there to be read and to exercise the device in tests.
 *
 *   driver.c   DriverEntry, attributes, life, OIDs
 *   virtio.c   the device: capabilities, features, queues
 *   data.c     interrupts, send, receive, pause and restart
 *
 * Each queue has SLOTS descriptors, descriptor i always with slot i: 2 KiB of shared memory, a struct virtio_net_hdr_v1 and a frame. A send
 * is completed as soon as its frames are copied; what finds no slot waits in Pending. A receive slot belongs to the device, or to a net
 * buffer list that was indicated and has not come back.
 *
 * Locks: TxLock guards the transmit queue and Pending, RxLock the receive queue and Outstanding. NDIS is called with neither held.
 */
#pragma once
#include <ndis.h>

#define VNET_TAG        ((ULONG)'tenV')
#define VNET_SLOTS      64u
#define VNET_SLOT_BYTES 2048u
#define VNET_HEADER     12u
#define VNET_FRAME      1514u

/* 1.2, 2.7: split rings */
typedef struct _VNET_DESC {
	ULONG64 Address;
	ULONG Length;
	USHORT Flags, Next;
} VNET_DESC;
typedef struct _VNET_AVAIL {
	USHORT Flags;
	volatile USHORT Index;
	USHORT Ring[VNET_SLOTS];
} VNET_AVAIL;
typedef struct _VNET_USED {
	volatile USHORT Flags, Index;
	struct {
		ULONG Id, Length;
	} Ring[VNET_SLOTS];
} VNET_USED;
/* 1.2, 5.1.6 */
typedef struct _VNET_HDR {
	UCHAR Flags, GsoType;
	USHORT HeaderLength, GsoSize, CsumStart, CsumOffset, Buffers;
} VNET_HDR;
typedef struct _VNET_QUEUE {
	VNET_DESC *Desc;
	VNET_AVAIL *Avail;
	volatile VNET_USED *Used;
	PUCHAR Slots;
	ULONG64 Physical; /* of Desc; the rings and the slots follow at fixed distances */
	USHORT Seen;      /* used entries consumed */
	USHORT Available; /* next entry of the available ring */
	PUCHAR Notify;    /* register */
	USHORT Index;
} VNET_QUEUE;
#define VNET_AVAIL_AT    1024u
#define VNET_USED_AT     2048u
#define VNET_SLOTS_AT    4096u
#define VNET_QUEUE_BYTES (VNET_SLOTS_AT + VNET_SLOTS * VNET_SLOT_BYTES)

typedef struct _VNET_ADAPTER {
	NDIS_HANDLE Handle, Dma, Interrupt, Pool;
	NDIS_SPIN_LOCK TxLock, RxLock;
	PUCHAR Bar;
	ULONG BarLength;
	PUCHAR Common, Isr, Config, Notify;
	ULONG NotifyEvery;
	ULONG64 Features;
	UCHAR Mac[6];
	ULONG Messages;
	PUCHAR Memory; /* shared: both queues */
	NDIS_PHYSICAL_ADDRESS Physical;
	VNET_QUEUE Rx, Tx;
	PNET_BUFFER_LIST Receive[VNET_SLOTS];
	ULONG FreeTx[VNET_SLOTS], FreeTxCount;
	PNET_BUFFER_LIST PendingFirst, PendingLast;
	PNET_BUFFER PendingNext; /* of PendingFirst: what was not copied yet */
	ULONG Outstanding;       /* indicated and not returned */
	volatile BOOLEAN Running, PauseOwed;
	ULONG Filter;
	BOOLEAN Csum4, Csum6; /* as OID_TCP_OFFLOAD_PARAMETERS left them */
	ULONG64 Sent, Received;
	volatile LONG Link;
} VNET_ADAPTER;

/* virtio.c. Offsets in the common configuration: 1.2, 4.1.4.3 */
#define VNET_F_CSUM      (1ull << 0)
#define VNET_F_MAC       (1ull << 5)
#define VNET_F_STATUS    (1ull << 16)
#define VNET_F_VERSION_1 (1ull << 32)
NDIS_STATUS VnetDeviceFind(VNET_ADAPTER *Adapter, PNDIS_RESOURCE_LIST Resources);
NDIS_STATUS VnetDeviceNegotiate(VNET_ADAPTER *Adapter);
NDIS_STATUS VnetDeviceQueues(VNET_ADAPTER *Adapter);
VOID VnetDeviceReset(VNET_ADAPTER *Adapter);
BOOLEAN VnetDeviceLink(VNET_ADAPTER *Adapter);
VOID VnetQueuePost(VNET_QUEUE *Queue, ULONG Slot); /* available, not told yet */
VOID VnetQueueTell(VNET_QUEUE *Queue);             /* publishes; notifies if the device wants to know */
BOOLEAN VnetQueueTake(VNET_QUEUE *Queue, ULONG *Slot, ULONG *Length);

/* data.c */
NDIS_STATUS VnetInterruptRegister(VNET_ADAPTER *Adapter);
NDIS_STATUS VnetDataAllocate(VNET_ADAPTER *Adapter);
VOID VnetDataFree(VNET_ADAPTER *Adapter);
VOID VnetDataStart(VNET_ADAPTER *Adapter);
MINIPORT_SEND_NET_BUFFER_LISTS VnetSend;
MINIPORT_RETURN_NET_BUFFER_LISTS VnetReturn;
MINIPORT_CANCEL_SEND VnetCancelSend;
MINIPORT_PAUSE VnetPause;
MINIPORT_RESTART VnetRestart;

/* driver.c */
VOID VnetIndicate(VNET_ADAPTER *Adapter, NDIS_STATUS Code, PVOID Buffer, ULONG Size);
VOID VnetIndicateLink(VNET_ADAPTER *Adapter, BOOLEAN Up);
