/* The device: where its structures are (1.2, 4.1.4), what it can do (3.1.1), its queues (4.1.5.1.3). */
#include "vnet.h"

#define COMMON_DEVICE_SELECT 0
#define COMMON_DEVICE        4
#define COMMON_DRIVER_SELECT 8
#define COMMON_DRIVER        12
#define COMMON_CONFIG_VECTOR 16
#define COMMON_STATUS        20
#define COMMON_SELECT        22
#define COMMON_SIZE          24
#define COMMON_VECTOR        26
#define COMMON_ENABLE        28
#define COMMON_NOTIFY        30
#define COMMON_DESC          32
#define COMMON_AVAIL         40
#define COMMON_USED          48
#define STATUS_FOUND         3 /* ACKNOWLEDGE, DRIVER */
#define STATUS_FEATURES_OK   8
#define STATUS_DRIVER_OK     4

static ULONG Read32(PUCHAR At)
{
	ULONG Value;
	NdisReadRegisterUlong((PULONG)At, &Value);
	return Value;
}
static USHORT Read16(PUCHAR At)
{
	USHORT Value;
	NdisReadRegisterUshort((PUSHORT)At, &Value);
	return Value;
}
static UCHAR Read8(PUCHAR At)
{
	UCHAR Value;
	NdisReadRegisterUchar(At, &Value);
	return Value;
}

/* The BAR that all capabilities point into has to be one memory resource; where it is, its register in configuration space says. */
static NDIS_STATUS MapBar(VNET_ADAPTER *Adapter, PNDIS_RESOURCE_LIST Resources, UCHAR Bar)
{
	ULONG Value = 0, i;
	PVOID Address = NULL;

	NdisMGetBusData(Adapter->Handle, PCI_WHICHSPACE_CONFIG, 0x10 + 4u * Bar, &Value, sizeof(Value));
	for (i = 0; Resources != NULL && i < Resources->Count; i++) {
		const CM_PARTIAL_RESOURCE_DESCRIPTOR *d = &Resources->PartialDescriptors[i];
		if (d->Type == CmResourceTypeMemory && d->u.Memory.Start.LowPart == (Value & ~15ul)) {
			NDIS_STATUS Status = NdisMMapIoSpace(&Address, Adapter->Handle, d->u.Memory.Start, d->u.Memory.Length);
			Adapter->Bar = Address;
			Adapter->BarLength = Status == NDIS_STATUS_SUCCESS ? d->u.Memory.Length : 0;
			return Status;
		}
	}
	return NDIS_STATUS_RESOURCE_CONFLICT;
}

NDIS_STATUS VnetDeviceFind(VNET_ADAPTER *Adapter, PNDIS_RESOURCE_LIST Resources)
{
	struct {
		UCHAR Id, Next, Length, Type, Bar, Number, Padding[2];
		ULONG Offset, Bytes, Every;
	} Cap;
	UCHAR At = 0, Bar = 0xff;
	ULONG Steps;
	NDIS_STATUS Status;

	NdisMGetBusData(Adapter->Handle, PCI_WHICHSPACE_CONFIG, 0x34, &At, 1);
	for (Steps = 0; At != 0 && Steps < 48; Steps++, At = Cap.Next) {
		NdisZeroMemory(&Cap, sizeof(Cap));
		NdisMGetBusData(Adapter->Handle, PCI_WHICHSPACE_CONFIG, At, &Cap, sizeof(Cap));
		if (Cap.Id != 9 || Cap.Type < 1 || Cap.Type > 4)
			continue;
		if (Adapter->Bar == NULL) {
			Bar = Cap.Bar;
			Status = MapBar(Adapter, Resources, Bar);
			if (Status != NDIS_STATUS_SUCCESS)
				return Status;
		}
		if (Cap.Bar != Bar || Cap.Offset > Adapter->BarLength || Cap.Bytes > Adapter->BarLength - Cap.Offset)
			return NDIS_STATUS_ADAPTER_NOT_FOUND;
		switch (Cap.Type) {
		case 1:
			Adapter->Common = Adapter->Bar + Cap.Offset;
			break;
		case 2:
			Adapter->Notify = Adapter->Bar + Cap.Offset;
			Adapter->NotifyEvery = Cap.Every;
			break;
		case 3:
			Adapter->Isr = Adapter->Bar + Cap.Offset;
			break;
		case 4:
			Adapter->Config = Adapter->Bar + Cap.Offset;
			break;
		}
	}
	return Adapter->Common && Adapter->Notify && Adapter->Isr && Adapter->Config ? NDIS_STATUS_SUCCESS : NDIS_STATUS_ADAPTER_NOT_FOUND;
}

/* PASSIVE_LEVEL. When it returns the device touches no memory of ours any more. */
VOID VnetDeviceReset(VNET_ADAPTER *Adapter)
{
	ULONG Waited;

	if (Adapter->Common == NULL)
		return;
	NdisWriteRegisterUchar(Adapter->Common + COMMON_STATUS, 0);
	for (Waited = 0; Waited < 100 && Read8(Adapter->Common + COMMON_STATUS) != 0; Waited++)
		NdisMSleep(1000);
}

NDIS_STATUS VnetDeviceNegotiate(VNET_ADAPTER *Adapter)
{
	ULONG64 Offered;
	ULONG i;

	VnetDeviceReset(Adapter);
	NdisWriteRegisterUchar(Adapter->Common + COMMON_STATUS, STATUS_FOUND);
	NdisWriteRegisterUlong((PULONG)(Adapter->Common + COMMON_DEVICE_SELECT), 0);
	Offered = Read32(Adapter->Common + COMMON_DEVICE);
	NdisWriteRegisterUlong((PULONG)(Adapter->Common + COMMON_DEVICE_SELECT), 1);
	Offered |= (ULONG64)Read32(Adapter->Common + COMMON_DEVICE) << 32;
	Adapter->Features = Offered & (VNET_F_VERSION_1 | VNET_F_MAC | VNET_F_STATUS | VNET_F_CSUM);
	for (i = 0; i < 2; i++) {
		NdisWriteRegisterUlong((PULONG)(Adapter->Common + COMMON_DRIVER_SELECT), i);
		NdisWriteRegisterUlong((PULONG)(Adapter->Common + COMMON_DRIVER), (ULONG)(Adapter->Features >> (32 * i)));
	}
	NdisWriteRegisterUchar(Adapter->Common + COMMON_STATUS, STATUS_FOUND | STATUS_FEATURES_OK);
	if (!(Adapter->Features & VNET_F_VERSION_1) || !(Read8(Adapter->Common + COMMON_STATUS) & STATUS_FEATURES_OK)) {
		DbgPrintEx(DPFLTR_IHVNETWORK_ID, DPFLTR_ERROR_LEVEL, "vnet: the device refuses features 0x%I64x\n", Adapter->Features);
		return NDIS_STATUS_ADAPTER_NOT_FOUND;
	}
	if (Adapter->Features & VNET_F_MAC) {
		for (i = 0; i < 6; i++)
			Adapter->Mac[i] = Read8(Adapter->Config + i);
	} else {
		static const UCHAR Local[6] = {0x02, 'v', 'n', 'e', 't', 0};
		NdisMoveMemory(Adapter->Mac, Local, 6);
	}
	return NDIS_STATUS_SUCCESS;
}

BOOLEAN VnetDeviceLink(VNET_ADAPTER *Adapter)
{
	return !(Adapter->Features & VNET_F_STATUS) || (Read16(Adapter->Config + 6) & 1);
}

static VOID WriteAddress(VNET_ADAPTER *Adapter, ULONG At, ULONG64 Physical)
{
	NdisWriteRegisterUlong((PULONG)(Adapter->Common + At), (ULONG)Physical);
	NdisWriteRegisterUlong((PULONG)(Adapter->Common + At + 4), (ULONG)(Physical >> 32));
}

/* Message 0: the device's configuration, if there is another; the last message: both queues. Line: no message at all. */
static NDIS_STATUS QueueMake(VNET_ADAPTER *Adapter, VNET_QUEUE *Queue, USHORT Index, USHORT DescFlags)
{
	const USHORT Vector = Adapter->Messages ? (USHORT)(Adapter->Messages > 1) : 0xffff;
	PUCHAR Memory = Adapter->Memory + Index * VNET_QUEUE_BYTES;
	ULONG i;

	NdisZeroMemory(Memory, VNET_SLOTS_AT);
	Queue->Index = Index;
	Queue->Seen = Queue->Available = 0;
	Queue->Physical = (ULONG64)Adapter->Physical.QuadPart + Index * VNET_QUEUE_BYTES;
	Queue->Desc = (VNET_DESC *)Memory;
	Queue->Avail = (VNET_AVAIL *)(Memory + VNET_AVAIL_AT);
	Queue->Used = (VNET_USED *)(Memory + VNET_USED_AT);
	Queue->Slots = Memory + VNET_SLOTS_AT;
	for (i = 0; i < VNET_SLOTS; i++) {
		Queue->Desc[i].Address = Queue->Physical + VNET_SLOTS_AT + i * VNET_SLOT_BYTES;
		Queue->Desc[i].Length = VNET_SLOT_BYTES;
		Queue->Desc[i].Flags = DescFlags;
	}
	NdisWriteRegisterUshort((PUSHORT)(Adapter->Common + COMMON_SELECT), Index);
	if (Read16(Adapter->Common + COMMON_SIZE) < VNET_SLOTS)
		return NDIS_STATUS_RESOURCES;
	NdisWriteRegisterUshort((PUSHORT)(Adapter->Common + COMMON_SIZE), VNET_SLOTS);
	NdisWriteRegisterUshort((PUSHORT)(Adapter->Common + COMMON_VECTOR), Vector);
	if (Read16(Adapter->Common + COMMON_VECTOR) != Vector)
		return NDIS_STATUS_RESOURCES;
	WriteAddress(Adapter, COMMON_DESC, Queue->Physical);
	WriteAddress(Adapter, COMMON_AVAIL, Queue->Physical + VNET_AVAIL_AT);
	WriteAddress(Adapter, COMMON_USED, Queue->Physical + VNET_USED_AT);
	Queue->Notify = Adapter->Notify + Read16(Adapter->Common + COMMON_NOTIFY) * Adapter->NotifyEvery;
	NdisWriteRegisterUshort((PUSHORT)(Adapter->Common + COMMON_ENABLE), 1);
	return NDIS_STATUS_SUCCESS;
}

NDIS_STATUS VnetDeviceQueues(VNET_ADAPTER *Adapter)
{
	NDIS_STATUS Status = QueueMake(Adapter, &Adapter->Rx, 0, 2 /* the device writes */);

	if (Status == NDIS_STATUS_SUCCESS)
		Status = QueueMake(Adapter, &Adapter->Tx, 1, 0);
	if (Status != NDIS_STATUS_SUCCESS)
		return Status;
	NdisWriteRegisterUshort((PUSHORT)(Adapter->Common + COMMON_CONFIG_VECTOR), Adapter->Messages > 1 ? 0 : 0xffff);
	NdisWriteRegisterUchar(Adapter->Common + COMMON_STATUS, STATUS_FOUND | STATUS_FEATURES_OK | STATUS_DRIVER_OK);
	return NDIS_STATUS_SUCCESS;
}

VOID VnetQueuePost(VNET_QUEUE *Queue, ULONG Slot)
{
	Queue->Avail->Ring[Queue->Available++ % VNET_SLOTS] = (USHORT)Slot;
}

VOID VnetQueueTell(VNET_QUEUE *Queue)
{
	if (Queue->Avail->Index == Queue->Available)
		return;
	KeMemoryBarrier(); /* entries and slots before the index */
	Queue->Avail->Index = Queue->Available;
	KeMemoryBarrier(); /* ... and the index before the device's wish (1.2, 2.7.13.4.1) */
	if (!(Queue->Used->Flags & 1))
		NdisWriteRegisterUshort((PUSHORT)Queue->Notify, Queue->Index);
}

BOOLEAN VnetQueueTake(VNET_QUEUE *Queue, ULONG *Slot, ULONG *Length)
{
	if (Queue->Used->Index == Queue->Seen)
		return FALSE;
	KeMemoryBarrier();
	*Slot = Queue->Used->Ring[Queue->Seen % VNET_SLOTS].Id % VNET_SLOTS;
	*Length = Queue->Used->Ring[Queue->Seen % VNET_SLOTS].Length;
	Queue->Seen++;
	return TRUE;
}
