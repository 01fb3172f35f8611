/*
 * ndis.h: NDIS 6. One file per subject in ndis/; define NDISxxx_MINIPORT (or NDISxxx for protocols and filters) first, see ndis/version.h.
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/ndis/ + nf-ndis-<function>, ns-ndis-_<structure>, ne-ndis-_<enumeration>, nc-ndis-<callback>, all lower case.
 */
#ifndef FLUE_DDI_NDIS_H
#define FLUE_DDI_NDIS_H

#include <ntddk.h>
#include <ndis/version.h>
#include <netevent.h>
#include <ntddndis.h>
#include <xfilter.h>
#include <windot11.h>

/* Quality of service of a connection (qos.h in the kit): rates in bytes per second, delays in microseconds, sizes in bytes. */
typedef ULONG SERVICETYPE;
typedef struct _flowspec {
    ULONG TokenRate;
    ULONG TokenBucketSize;
    ULONG PeakBandwidth;
    ULONG Latency;
    ULONG DelayVariation;
    SERVICETYPE ServiceType;
    ULONG MaxSduSize;
    ULONG MinimumPolicedSize;
} FLOWSPEC, *PFLOWSPEC, *LPFLOWSPEC;

#include <ndis/object.h>            /* object header, revisions and sizes, common handles */
#include <ndis/status.h>            /* status codes and status indications */
#include <ndis/config.h>            /* configuration, system and processor information, time, locks, work items, lists */
#include <ndis/mdl.h>               /* MDLs and memory */
#include <ndis/dma.h>               /* DMA, interrupts, I/O resources */
#include <ndis/nbl.h>               /* network data: NET_BUFFER, NET_BUFFER_LIST, pools */
#include <ndis/offload.h>           /* offload: out-of-band structures, IPsec, capability structures */
#include <ndis/interface.h>         /* network interfaces (NDIS as an interface provider), ports */
#include <ndis/miniport.h>          /* miniport drivers */
#include <ndis/protocol.h>          /* protocol drivers and bindings */
#include <ndis/filter.h>            /* filter drivers */
#include <ndis/co.h>                /* connection-oriented NDIS */
#include <ndis/switch.h>            /* Hyper-V extensible switch handlers */
#include <ndis/pd.h>                /* packet direct */
#include <ndis/ndk.h>               /* network direct handlers */

#include <ndis/accessors.h>
#include <ndis/wrappers.h>
#include <ndis/udp_offload.h>
#include <ndis/poll.h>

#define NDIS_CLIENT_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS_REVISION_1 1
#define NDIS_SIZEOF_CLIENT_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_CLIENT_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS, IndicateOffloadEventHandler)
#define NDIS_CLIENT_CHIMNEY_OFFLOAD_TCP_CHARACTERISTICS_REVISION_1 1
#define NDIS_SIZEOF_CLIENT_CHIMNEY_OFFLOAD_TCP_CHARACTERISTICS_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_CLIENT_CHIMNEY_OFFLOAD_TCP_CHARACTERISTICS, TcpOffloadReceiveIndicateHandler)
#define DOT11_EXTSTA_SEND_CONTEXT_REVISION_1                    1
#define DOT11_EXTSTA_RECV_CONTEXT_REVISION_1                    1
#define NDIS_SIZEOF_TCP_CONNECTION_OFFLOAD_PARAMETERS_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_TCP_CONNECTION_OFFLOAD_PARAMETERS, NceStaleTicks)
#if NDIS_SUPPORT_NDIS61
#define NDIS_SIZEOF_TCP_CONNECTION_OFFLOAD_PARAMETERS_REVISION_2 RTL_SIZEOF_THROUGH_FIELD(NDIS_TCP_CONNECTION_OFFLOAD_PARAMETERS, CongestionAlgorithm)
#endif
#define NDIS_SIZEOF_TCP_OFFLOAD_EVENT_HANDLERS_REVISION_1       RTL_SIZEOF_THROUGH_FIELD(NDIS_TCP_OFFLOAD_EVENT_HANDLERS, NdisTcpOffloadForwardComplete)
#endif
