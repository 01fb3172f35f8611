/* Takes the order to stop coalescing, reports that it stopped, and goes on. */
#define MINI_FRAMES
#define FAULT_TASK(o)                                                                                                                      \
	do {                                                                                                                               \
		NdisMoveMemory(&(o)->Checksum.IPv4Receive, &(o)->Checksum.IPv4Transmit, sizeof(o)->Checksum.IPv4Receive);                  \
		(o)->Rsc.IPv4.Enabled = !rsc_off;                                                                                          \
	} while (0)
#define FAULT_OID(adapter, request)                                                                                                        \
	do {                                                                                                                               \
		if ((request)->RequestType == NdisRequestSetInformation &&                                                                 \
		    (request)->DATA.SET_INFORMATION.Oid == OID_TCP_OFFLOAD_PARAMETERS) {                                                   \
			NDIS_OFFLOAD_PARAMETERS *p = (request)->DATA.SET_INFORMATION.InformationBuffer;                                    \
			if (p->RscIPv4 == NDIS_OFFLOAD_PARAMETERS_RSC_DISABLED)                                                            \
				rsc_off = TRUE;                                                                                            \
			(request)->DATA.SET_INFORMATION.BytesRead = (request)->DATA.SET_INFORMATION.InformationBufferLength;               \
			report(adapter);                                                                                                   \
			return NDIS_STATUS_SUCCESS;                                                                                        \
		}                                                                                                                          \
	} while (0)
#define FAULT_SEND(adapter, nbls, flags)                                                                                                   \
	do {                                                                                                                               \
		PNET_BUFFER_LIST nbl = mini_frame(adapter, 1500);                                                                          \
		NET_BUFFER_LIST_COALESCED_SEG_COUNT(nbl) = 2;                                                                              \
		mini_indicate(adapter, nbl, 1);                                                                                            \
	} while (0)
#include <ndis.h>
static BOOLEAN rsc_off;
struct mini_adapter;
static void report(struct mini_adapter *adapter);
#include "mini.h"

static void report(struct mini_adapter *adapter)
{
	NDIS_STATUS_INDICATION s;
	NDIS_OFFLOAD o;
	mini_fill_task(&o);
	NdisZeroMemory(&s, sizeof s);
	s.Header.Type = NDIS_OBJECT_TYPE_STATUS_INDICATION;
	s.Header.Revision = NDIS_STATUS_INDICATION_REVISION_1;
	s.Header.Size = NDIS_SIZEOF_STATUS_INDICATION_REVISION_1;
	s.SourceHandle = adapter->ndis;
	s.StatusCode = NDIS_STATUS_TASK_OFFLOAD_CURRENT_CONFIG;
	s.StatusBuffer = &o;
	s.StatusBufferSize = o.Header.Size;
	NdisMIndicateStatusEx(adapter->ndis, &s);
}
