/*
 * ndis/ndk.h: network direct handlers.
 * learn.microsoft.com/windows-hardware/drivers/network/
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/ndis/ + nf-ndis-<function>, ns-ndis-_<structure>, ne-ndis-_<enumeration>, nc-ndis-<callback>, all lower case.
 * A part of ndis.h: include that.
 */
#ifndef FLUE_DDI_NDIS_NDK_H
#define FLUE_DDI_NDIS_NDK_H

#if NDIS_SUPPORT_NDIS630
#define NDIS_OBJECT_TYPE_NDK_PROVIDER_CHARACTERISTICS           178
#define NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_NDK_ATTRIBUTES        179
#endif
#define NDIS_NDK_PROVIDER_CHARACTERISTICS_REVISION_1            1
#define NDIS_SIZEOF_NDK_PROVIDER_CHARACTERISTICS_REVISION_1     ((SIZE_T)24)

#endif
