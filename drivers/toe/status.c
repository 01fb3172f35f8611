/* Status indications (nf-ndis-ndismindicatestatusex). SourceHandle is the adapter; everyone above is told: no destination, no request id.
 */
#include "toe.h"

VOID ToeIndicate(TOE_ADAPTER *Adapter, NDIS_STATUS Code, PVOID Buffer, ULONG Size)
{
	NDIS_STATUS_INDICATION Indication;

	NdisZeroMemory(&Indication, sizeof(Indication));
	Indication.Header.Type = NDIS_OBJECT_TYPE_STATUS_INDICATION;
	Indication.Header.Revision = NDIS_STATUS_INDICATION_REVISION_1;
	Indication.Header.Size = NDIS_SIZEOF_STATUS_INDICATION_REVISION_1;
	Indication.SourceHandle = Adapter->Handle;
	Indication.StatusCode = Code;
	Indication.StatusBuffer = Buffer;
	Indication.StatusBufferSize = Size;
	NdisMIndicateStatusEx(Adapter->Handle, &Indication);
}

VOID ToeIndicateLink(TOE_ADAPTER *Adapter)
{
	NDIS_LINK_STATE Link;

	ToeHardwareReadLink(Adapter);
	NdisZeroMemory(&Link, sizeof(Link));
	Link.Header.Type = NDIS_OBJECT_TYPE_DEFAULT;
	Link.Header.Revision = NDIS_LINK_STATE_REVISION_1;
	Link.Header.Size = NDIS_SIZEOF_LINK_STATE_REVISION_1;
	if (Adapter->Link & TOE_LINK_UP) {
		Link.MediaConnectState = MediaConnectStateConnected;
		Link.MediaDuplexState = Adapter->Link & TOE_LINK_DUPLEX ? MediaDuplexStateFull : MediaDuplexStateHalf;
		Link.XmitLinkSpeed = Link.RcvLinkSpeed = (ULONG64)Adapter->LinkMbps * 1000000;
		Link.PauseFunctions = NdisPauseFunctionsSendAndReceive;
	} else {
		Link.MediaConnectState = MediaConnectStateDisconnected;
		Link.MediaDuplexState = MediaDuplexStateUnknown;
		Link.XmitLinkSpeed = Link.RcvLinkSpeed = NDIS_LINK_SPEED_UNKNOWN;
		Link.PauseFunctions = NdisPauseFunctionsUnknown;
	}
	ToeIndicate(Adapter, NDIS_STATUS_LINK_STATE, &Link, sizeof(Link));
}
