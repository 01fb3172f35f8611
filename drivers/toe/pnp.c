/*
 * The PnP side of the device: MiniportAddDevice gives NDIS a context for it, MiniportFilterResourceRequirements sees what the bus offers
 * before resources are assigned, MiniportStartDevice what was assigned. The messages of queues are spread over the processors, one each, so
 * that a queue's DPC runs where RSS wants its frames without being sent there (ndis-msi-x); all else is left as the bus proposes it.
 * (miniport-device-pnp-irps: ndismregisterminiportdriver, ns-ndis-_ndis_miniport_pnp_characteristics)
 */
#include "toe.h"

typedef struct _TOE_PNP_DEVICE {
	NDIS_HANDLE Handle;
	ULONG MessagesOffered;
} TOE_PNP_DEVICE;

static NDIS_STATUS NTAPI ToeAddDevice(NDIS_HANDLE NdisMiniportHandle, NDIS_HANDLE DriverContext)
{
	NDIS_MINIPORT_ADAPTER_ATTRIBUTES Attributes;
	NDIS_STATUS Status;
	TOE_PNP_DEVICE *Device;

	UNREFERENCED_PARAMETER(DriverContext);
	Device = NdisAllocateMemoryWithTagPriority(NdisMiniportHandle, sizeof(*Device), TOE_TAG, NormalPoolPriority);
	if (Device == NULL)
		return NDIS_STATUS_RESOURCES;
	NdisZeroMemory(Device, sizeof(*Device));
	Device->Handle = NdisMiniportHandle;
	NdisZeroMemory(&Attributes, sizeof(Attributes));
	Attributes.AddDeviceRegistrationAttributes.Header.Type = NDIS_OBJECT_TYPE_MINIPORT_ADD_DEVICE_REGISTRATION_ATTRIBUTES;
	Attributes.AddDeviceRegistrationAttributes.Header.Revision = NDIS_MINIPORT_ADD_DEVICE_REGISTRATION_ATTRIBUTES_REVISION_1;
	Attributes.AddDeviceRegistrationAttributes.Header.Size = NDIS_SIZEOF_MINIPORT_ADD_DEVICE_REGISTRATION_ATTRIBUTES_REVISION_1;
	Attributes.AddDeviceRegistrationAttributes.MiniportAddDeviceContext = Device;
	Status = NdisMSetMiniportAttributes(NdisMiniportHandle, &Attributes);
	if (Status != NDIS_STATUS_SUCCESS)
		NdisFreeMemory(Device, 0, 0);
	return Status;
}

static VOID NTAPI ToeRemoveDevice(NDIS_HANDLE MiniportAddDeviceContext)
{
	NdisFreeMemory(MiniportAddDeviceContext, 0, 0);
}

/* NDIS has already passed the IRP down: the list is what the bus proposes. */
static NDIS_STATUS NTAPI ToeFilterResourceRequirements(NDIS_HANDLE MiniportAddDeviceContext, PIRP Irp)
{
	TOE_PNP_DEVICE *Device = MiniportAddDeviceContext;
	PIO_RESOURCE_REQUIREMENTS_LIST Requirements = (PIO_RESOURCE_REQUIREMENTS_LIST)Irp->IoStatus.Information;
	const ULONG Processors = NdisGroupActiveProcessorCount(0);
	ULONG i;

	Device->MessagesOffered = 0;
	if (Requirements == NULL)
		return NDIS_STATUS_SUCCESS;
	for (i = 0; i < Requirements->List[0].Count; i++) {
		PIO_RESOURCE_DESCRIPTOR Descriptor = &Requirements->List[0].Descriptors[i];
		if (Descriptor->Type != CmResourceTypeInterrupt || !(Descriptor->Flags & CM_RESOURCE_INTERRUPT_MESSAGE))
			continue;
		if (Device->MessagesOffered != 0) { /* message 0 is the firmware's */
			Descriptor->Flags |= CM_RESOURCE_INTERRUPT_POLICY_INCLUDED;
			Descriptor->u.Interrupt.AffinityPolicy = IrqPolicySpecifiedProcessors;
			Descriptor->u.Interrupt.TargetedProcessors = (KAFFINITY)1 << (Device->MessagesOffered - 1) % Processors;
		}
		Device->MessagesOffered++;
	}
	return NDIS_STATUS_SUCCESS;
}

static NDIS_STATUS NTAPI ToeStartDevice(NDIS_HANDLE MiniportAddDeviceContext, PIRP Irp)
{
	TOE_PNP_DEVICE *Device = MiniportAddDeviceContext;

	UNREFERENCED_PARAMETER(Irp);
	DbgPrintEx(DPFLTR_IHVNETWORK_ID, DPFLTR_INFO_LEVEL, "toe: start, %lu interrupt messages offered\n", Device->MessagesOffered);
	return NDIS_STATUS_SUCCESS;
}

NDIS_STATUS ToePnpRegister(NDIS_HANDLE DriverHandle)
{
	NDIS_MINIPORT_PNP_CHARACTERISTICS Pnp;

	NdisZeroMemory(&Pnp, sizeof(Pnp));
	Pnp.Header.Type = NDIS_OBJECT_TYPE_MINIPORT_PNP_CHARACTERISTICS;
	Pnp.Header.Revision = NDIS_MINIPORT_PNP_CHARACTERISTICS_REVISION_1;
	Pnp.Header.Size = NDIS_SIZEOF_MINIPORT_PNP_CHARACTERISTICS_REVISION_1;
	Pnp.MiniportAddDeviceHandler = ToeAddDevice;
	Pnp.MiniportRemoveDeviceHandler = ToeRemoveDevice;
	Pnp.MiniportFilterResourceRequirementsHandler = ToeFilterResourceRequirements;
	Pnp.MiniportStartDeviceHandler = ToeStartDevice;
	return NdisSetOptionalHandlers(DriverHandle, (PNDIS_DRIVER_OPTIONAL_HANDLERS)&Pnp);
}
