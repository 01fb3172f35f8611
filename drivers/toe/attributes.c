/* The attributes calls of MiniportInitializeEx, in their order (nf-ndis-ndismsetminiportattributes). */
#include "toe.h"

NDIS_STATUS ToeAttributesRegistration(TOE_ADAPTER *Adapter)
{
	NDIS_MINIPORT_ADAPTER_ATTRIBUTES Attributes;

	NdisZeroMemory(&Attributes, sizeof(Attributes));
	Attributes.RegistrationAttributes.Header.Type = NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES;
	Attributes.RegistrationAttributes.Header.Revision = NDIS_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES_REVISION_2;
	Attributes.RegistrationAttributes.Header.Size = NDIS_SIZEOF_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES_REVISION_2;
	Attributes.RegistrationAttributes.MiniportAdapterContext = Adapter;
	Attributes.RegistrationAttributes.AttributeFlags = NDIS_MINIPORT_ATTRIBUTES_HARDWARE_DEVICE | NDIS_MINIPORT_ATTRIBUTES_BUS_MASTER |
	                                                   NDIS_MINIPORT_ATTRIBUTES_SURPRISE_REMOVE_OK;
	Attributes.RegistrationAttributes.InterfaceType = NdisInterfacePci;
	return NdisMSetMiniportAttributes(Adapter->Handle, &Attributes);
}

static VOID FillRss(TOE_ADAPTER *Adapter, NDIS_RECEIVE_SCALE_CAPABILITIES *Rss)
{
	const ULONG Queues = Adapter->Data.Pairs != 0                 ? Adapter->Data.Pairs
	                     : Adapter->Caps.Rss < Adapter->RssQueues ? Adapter->Caps.Rss
	                                                              : Adapter->RssQueues;

	NdisZeroMemory(Rss, sizeof(*Rss));
	Rss->Header.Type = NDIS_OBJECT_TYPE_RSS_CAPABILITIES;
	Rss->Header.Revision = NDIS_RECEIVE_SCALE_CAPABILITIES_REVISION_2;
	Rss->Header.Size = NDIS_SIZEOF_RECEIVE_SCALE_CAPABILITIES_REVISION_2;
	Rss->CapabilitiesFlags = NdisHashFunctionToeplitz | NDIS_RSS_CAPS_HASH_TYPE_TCP_IPV4 | NDIS_RSS_CAPS_HASH_TYPE_TCP_IPV6 |
	                         NDIS_RSS_CAPS_CLASSIFICATION_AT_DPC;
	if (Adapter->InterruptType == NDIS_CONNECT_MESSAGE_BASED)
		Rss->CapabilitiesFlags |=
		        NDIS_RSS_CAPS_MESSAGE_SIGNALED_INTERRUPTS | NDIS_RSS_CAPS_SUPPORTS_MSI_X | NDIS_RSS_CAPS_USING_MSI_X;
	Rss->NumberOfInterruptMessages = Adapter->Messages ? Adapter->Messages : 1;
	Rss->NumberOfReceiveQueues = Queues;
	Rss->NumberOfIndirectionTableEntries = 128;
}

NDIS_STATUS ToeAttributesGeneral(TOE_ADAPTER *Adapter)
{
	NDIS_MINIPORT_ADAPTER_ATTRIBUTES Attributes;
	PNDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES General = &Attributes.GeneralAttributes;
	NDIS_RECEIVE_SCALE_CAPABILITIES Rss;
	NDIS_PM_CAPABILITIES Power;
	NDIS_OID Oids[64];

	NdisZeroMemory(&Attributes, sizeof(Attributes));
	General->Header.Type = NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES;
	General->Header.Revision = NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES_REVISION_2;
	General->Header.Size = NDIS_SIZEOF_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES_REVISION_2;
	General->MediaType = NdisMedium802_3;
	General->PhysicalMediumType = NdisPhysicalMedium802_3;
	General->MtuSize = Adapter->KeywordFrame - 14;
	General->MaxXmitLinkSpeed = General->MaxRcvLinkSpeed = 100000ull * 1000000;
	General->MediaConnectState = Adapter->Link & TOE_LINK_UP ? MediaConnectStateConnected : MediaConnectStateDisconnected;
	if (Adapter->Link & TOE_LINK_UP) {
		General->XmitLinkSpeed = General->RcvLinkSpeed = (ULONG64)Adapter->LinkMbps * 1000000;
		General->MediaDuplexState = Adapter->Link & TOE_LINK_DUPLEX ? MediaDuplexStateFull : MediaDuplexStateHalf;
	} else {
		General->XmitLinkSpeed = General->RcvLinkSpeed = NDIS_LINK_SPEED_UNKNOWN;
		General->MediaDuplexState = MediaDuplexStateUnknown;
	}
	General->LookaheadSize = Adapter->KeywordFrame - 14;
	General->MacOptions = NDIS_MAC_OPTION_COPY_LOOKAHEAD_DATA | NDIS_MAC_OPTION_TRANSFERS_NOT_PEND | NDIS_MAC_OPTION_NO_LOOPBACK;
	if (Adapter->PriorityVlan & 1)
		General->MacOptions |= NDIS_MAC_OPTION_8021P_PRIORITY;
	if ((Adapter->PriorityVlan & 2) && (Adapter->Caps.Frames & (TOE_FRAME_802_1Q | TOE_FRAME_1Q_OOB)))
		General->MacOptions |= NDIS_MAC_OPTION_8021Q_VLAN;
	General->SupportedPacketFilters = NDIS_PACKET_TYPE_DIRECTED | NDIS_PACKET_TYPE_MULTICAST | NDIS_PACKET_TYPE_ALL_MULTICAST |
	                                  NDIS_PACKET_TYPE_BROADCAST | NDIS_PACKET_TYPE_PROMISCUOUS;
	General->MaxMulticastListSize = TOE_MULTICAST_MAX;
	General->MacAddressLength = 6;
	NdisMoveMemory(General->PermanentMacAddress, Adapter->PermanentAddress, 6);
	NdisMoveMemory(General->CurrentMacAddress, Adapter->State.MacAddress, 6);
	if (Adapter->RssEnabled && Adapter->Caps.Rss) {
		FillRss(Adapter, &Rss);
		General->RecvScaleCapabilities = &Rss;
	}
	General->AccessType = NET_IF_ACCESS_BROADCAST;
	General->DirectionType = NET_IF_DIRECTION_SENDRECEIVE;
	General->ConnectionType = NET_IF_CONNECTION_DEDICATED;
	General->IfType = IF_TYPE_ETHERNET_CSMACD;
	General->IfConnectorPresent = TRUE;
	General->SupportedStatistics = NDIS_STATISTICS_FLAGS_VALID_DIRECTED_FRAMES_RCV | NDIS_STATISTICS_FLAGS_VALID_MULTICAST_FRAMES_RCV |
	                               NDIS_STATISTICS_FLAGS_VALID_BROADCAST_FRAMES_RCV | NDIS_STATISTICS_FLAGS_VALID_BYTES_RCV |
	                               NDIS_STATISTICS_FLAGS_VALID_RCV_DISCARDS | NDIS_STATISTICS_FLAGS_VALID_RCV_ERROR |
	                               NDIS_STATISTICS_FLAGS_VALID_DIRECTED_FRAMES_XMIT |
	                               NDIS_STATISTICS_FLAGS_VALID_MULTICAST_FRAMES_XMIT |
	                               NDIS_STATISTICS_FLAGS_VALID_BROADCAST_FRAMES_XMIT | NDIS_STATISTICS_FLAGS_VALID_BYTES_XMIT |
	                               NDIS_STATISTICS_FLAGS_VALID_XMIT_ERROR | NDIS_STATISTICS_FLAGS_VALID_XMIT_DISCARDS |
	                               NDIS_STATISTICS_FLAGS_VALID_DIRECTED_BYTES_RCV | NDIS_STATISTICS_FLAGS_VALID_MULTICAST_BYTES_RCV |
	                               NDIS_STATISTICS_FLAGS_VALID_BROADCAST_BYTES_RCV | NDIS_STATISTICS_FLAGS_VALID_DIRECTED_BYTES_XMIT |
	                               NDIS_STATISTICS_FLAGS_VALID_MULTICAST_BYTES_XMIT | NDIS_STATISTICS_FLAGS_VALID_BROADCAST_BYTES_XMIT;
	General->SupportedPauseFunctions = NdisPauseFunctionsSendAndReceive;
	General->SupportedOidList = Oids;
	General->SupportedOidListLength = ToeOidList(Adapter, Oids, RTL_NUMBER_OF(Oids)) * sizeof(NDIS_OID);
	NdisZeroMemory(&Power, sizeof(Power)); /* no wake-up */
	Power.Header.Type = NDIS_OBJECT_TYPE_DEFAULT;
	Power.Header.Revision = NDIS_PM_CAPABILITIES_REVISION_2;
	Power.Header.Size = NDIS_SIZEOF_NDIS_PM_CAPABILITIES_REVISION_2;
	Power.MinMagicPacketWakeUp = Power.MinPatternWakeUp = Power.MinLinkChangeWakeUp = NdisDeviceStateUnspecified;
	General->PowerManagementCapabilitiesEx = &Power;
	return NdisMSetMiniportAttributes(Adapter->Handle, &Attributes);
}

/*
 * What the card offloads: both families, what is on now and what it can do. The call is made even when everything is off: an NDIS may rely
 * on it. The connection pointers are NULL when there is nothing behind them (no handlers, no connection table).
 */
NDIS_STATUS ToeAttributesOffload(TOE_ADAPTER *Adapter)
{
	NDIS_MINIPORT_ADAPTER_ATTRIBUTES Attributes;

	ToeOffloadHardware(&Adapter->Caps, &Adapter->TaskHardware);
	ToeOffloadCurrent(&Adapter->Caps, &Adapter->State, &Adapter->Task);
	ToeConnectionHardware(&Adapter->Caps, &Adapter->ConnectionHardware);
	ToeConnectionCurrent(&Adapter->Caps, &Adapter->State, &Adapter->Connection);
	Adapter->CapsInitial = Adapter->Caps;

	NdisZeroMemory(&Attributes, sizeof(Attributes));
	Attributes.OffloadAttributes.Header.Type = NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES;
	Attributes.OffloadAttributes.Header.Revision = NDIS_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES_REVISION_1;
	Attributes.OffloadAttributes.Header.Size = NDIS_SIZEOF_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES_REVISION_1;
	Attributes.OffloadAttributes.DefaultOffloadConfiguration = &Adapter->Task;
	Attributes.OffloadAttributes.HardwareOffloadCapabilities = &Adapter->TaskHardware;
	if (ToeConnectionAny(&Adapter->Caps)) {
		Attributes.OffloadAttributes.DefaultTcpConnectionOffloadConfiguration = &Adapter->Connection;
		Attributes.OffloadAttributes.TcpConnectionOffloadHardwareCapabilities = &Adapter->ConnectionHardware;
	}
	return NdisMSetMiniportAttributes(Adapter->Handle, &Attributes);
}
