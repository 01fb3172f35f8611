/*
 * ndis/version.h: which NDIS a source is built for.
 *
 * A driver says so before it includes ndis.h, as the documentation asks: NDIS684_MINIPORT, NDIS630_MINIPORT, ... (and NDISxxx_PROTOCOL is spelt
 * NDISxxx; a filter driver defines NDISxxx too and registers with NDIS_FILTER_*_VERSION). The newest definition given wins. NDIS_SUPPORT_NDISxxx
 * then gates names and structure members, so what the driver's headers have is exactly what its version had.
 * learn.microsoft.com/windows-hardware/drivers/network/specifying-ndis-version-information
 *
 * On the Linux host nothing is defined and everything is visible in its newest layout.
 */
#ifndef FLUE_DDI_NDIS_VERSION_H
#define FLUE_DDI_NDIS_VERSION_H

/* The miniport version: NDISxxx_MINIPORT, 0 when the source is no miniport. */
#if defined(NDIS689_MINIPORT)
#define FLUE_NDIS_MINIPORT 689
#elif defined(NDIS688_MINIPORT)
#define FLUE_NDIS_MINIPORT 688
#elif defined(NDIS687_MINIPORT)
#define FLUE_NDIS_MINIPORT 687
#elif defined(NDIS686_MINIPORT)
#define FLUE_NDIS_MINIPORT 686
#elif defined(NDIS685_MINIPORT)
#define FLUE_NDIS_MINIPORT 685
#elif defined(NDIS684_MINIPORT)
#define FLUE_NDIS_MINIPORT 684
#elif defined(NDIS683_MINIPORT)
#define FLUE_NDIS_MINIPORT 683
#elif defined(NDIS682_MINIPORT)
#define FLUE_NDIS_MINIPORT 682
#elif defined(NDIS681_MINIPORT)
#define FLUE_NDIS_MINIPORT 681
#elif defined(NDIS680_MINIPORT)
#define FLUE_NDIS_MINIPORT 680
#elif defined(NDIS670_MINIPORT)
#define FLUE_NDIS_MINIPORT 670
#elif defined(NDIS660_MINIPORT)
#define FLUE_NDIS_MINIPORT 660
#elif defined(NDIS651_MINIPORT)
#define FLUE_NDIS_MINIPORT 651
#elif defined(NDIS650_MINIPORT)
#define FLUE_NDIS_MINIPORT 650
#elif defined(NDIS640_MINIPORT)
#define FLUE_NDIS_MINIPORT 640
#elif defined(NDIS630_MINIPORT)
#define FLUE_NDIS_MINIPORT 630
#elif defined(NDIS620_MINIPORT)
#define FLUE_NDIS_MINIPORT 620
#elif defined(NDIS61_MINIPORT)
#define FLUE_NDIS_MINIPORT 601
#elif defined(NDIS60_MINIPORT)
#define FLUE_NDIS_MINIPORT 600
#else
#define FLUE_NDIS_MINIPORT 0
#endif

/* The protocol version: NDISxxx. */
#if defined(NDIS689) || defined(NDIS689_PROTOCOL)
#define FLUE_NDIS_PROTOCOL 689
#elif defined(NDIS688) || defined(NDIS688_PROTOCOL)
#define FLUE_NDIS_PROTOCOL 688
#elif defined(NDIS687) || defined(NDIS687_PROTOCOL)
#define FLUE_NDIS_PROTOCOL 687
#elif defined(NDIS686) || defined(NDIS686_PROTOCOL)
#define FLUE_NDIS_PROTOCOL 686
#elif defined(NDIS685) || defined(NDIS685_PROTOCOL)
#define FLUE_NDIS_PROTOCOL 685
#elif defined(NDIS684) || defined(NDIS684_PROTOCOL)
#define FLUE_NDIS_PROTOCOL 684
#elif defined(NDIS683) || defined(NDIS683_PROTOCOL)
#define FLUE_NDIS_PROTOCOL 683
#elif defined(NDIS682) || defined(NDIS682_PROTOCOL)
#define FLUE_NDIS_PROTOCOL 682
#elif defined(NDIS681) || defined(NDIS681_PROTOCOL)
#define FLUE_NDIS_PROTOCOL 681
#elif defined(NDIS680) || defined(NDIS680_PROTOCOL)
#define FLUE_NDIS_PROTOCOL 680
#elif defined(NDIS670) || defined(NDIS670_PROTOCOL)
#define FLUE_NDIS_PROTOCOL 670
#elif defined(NDIS660) || defined(NDIS660_PROTOCOL)
#define FLUE_NDIS_PROTOCOL 660
#elif defined(NDIS651) || defined(NDIS651_PROTOCOL)
#define FLUE_NDIS_PROTOCOL 651
#elif defined(NDIS650) || defined(NDIS650_PROTOCOL)
#define FLUE_NDIS_PROTOCOL 650
#elif defined(NDIS640) || defined(NDIS640_PROTOCOL)
#define FLUE_NDIS_PROTOCOL 640
#elif defined(NDIS630) || defined(NDIS630_PROTOCOL)
#define FLUE_NDIS_PROTOCOL 630
#elif defined(NDIS620) || defined(NDIS620_PROTOCOL)
#define FLUE_NDIS_PROTOCOL 620
#elif defined(NDIS61) || defined(NDIS61_PROTOCOL)
#define FLUE_NDIS_PROTOCOL 601
#elif defined(NDIS60) || defined(NDIS60_PROTOCOL)
#define FLUE_NDIS_PROTOCOL 600
#else
#define FLUE_NDIS_PROTOCOL 0
#endif

/* The filter version: NDISxxx (a filter may also say NDISxxx_FILTER). */
#if defined(NDIS689) || defined(NDIS689_FILTER)
#define FLUE_NDIS_FILTER 689
#elif defined(NDIS688) || defined(NDIS688_FILTER)
#define FLUE_NDIS_FILTER 688
#elif defined(NDIS687) || defined(NDIS687_FILTER)
#define FLUE_NDIS_FILTER 687
#elif defined(NDIS686) || defined(NDIS686_FILTER)
#define FLUE_NDIS_FILTER 686
#elif defined(NDIS685) || defined(NDIS685_FILTER)
#define FLUE_NDIS_FILTER 685
#elif defined(NDIS684) || defined(NDIS684_FILTER)
#define FLUE_NDIS_FILTER 684
#elif defined(NDIS683) || defined(NDIS683_FILTER)
#define FLUE_NDIS_FILTER 683
#elif defined(NDIS682) || defined(NDIS682_FILTER)
#define FLUE_NDIS_FILTER 682
#elif defined(NDIS681) || defined(NDIS681_FILTER)
#define FLUE_NDIS_FILTER 681
#elif defined(NDIS680) || defined(NDIS680_FILTER)
#define FLUE_NDIS_FILTER 680
#elif defined(NDIS670) || defined(NDIS670_FILTER)
#define FLUE_NDIS_FILTER 670
#elif defined(NDIS660) || defined(NDIS660_FILTER)
#define FLUE_NDIS_FILTER 660
#elif defined(NDIS651) || defined(NDIS651_FILTER)
#define FLUE_NDIS_FILTER 651
#elif defined(NDIS650) || defined(NDIS650_FILTER)
#define FLUE_NDIS_FILTER 650
#elif defined(NDIS640) || defined(NDIS640_FILTER)
#define FLUE_NDIS_FILTER 640
#elif defined(NDIS630) || defined(NDIS630_FILTER)
#define FLUE_NDIS_FILTER 630
#elif defined(NDIS620) || defined(NDIS620_FILTER)
#define FLUE_NDIS_FILTER 620
#elif defined(NDIS61) || defined(NDIS61_FILTER)
#define FLUE_NDIS_FILTER 601
#elif defined(NDIS60) || defined(NDIS60_FILTER)
#define FLUE_NDIS_FILTER 600
#else
#define FLUE_NDIS_FILTER 0
#endif

#if FLUE_NDIS_MINIPORT
#define NDIS_MINIPORT_DRIVER_VERSION_GIVEN 1
#ifndef NDIS_MINIPORT_DRIVER
#define NDIS_MINIPORT_DRIVER 1
#endif
#endif

/* What the names below are gated by. Nothing said: the newest (host side), or 6.89 as well for a source that is neither. */
#if FLUE_NDIS_MINIPORT >= FLUE_NDIS_PROTOCOL && FLUE_NDIS_MINIPORT >= FLUE_NDIS_FILTER && FLUE_NDIS_MINIPORT
#define FLUE_NDIS_VERSION FLUE_NDIS_MINIPORT
#elif FLUE_NDIS_PROTOCOL
#define FLUE_NDIS_VERSION FLUE_NDIS_PROTOCOL
#else
#define FLUE_NDIS_VERSION 689
#endif

#if FLUE_NDIS_MINIPORT
#define FLUE_NDIS_MINIPORT_USED FLUE_NDIS_MINIPORT
#else
#define FLUE_NDIS_MINIPORT_USED FLUE_NDIS_VERSION
#endif
#if FLUE_NDIS_PROTOCOL
#define FLUE_NDIS_PROTOCOL_USED FLUE_NDIS_PROTOCOL
#else
#define FLUE_NDIS_PROTOCOL_USED FLUE_NDIS_VERSION
#endif
#if FLUE_NDIS_FILTER
#define FLUE_NDIS_FILTER_USED FLUE_NDIS_FILTER
#else
#define FLUE_NDIS_FILTER_USED FLUE_NDIS_VERSION
#endif

/* What a driver writes into its characteristics structure. */
#define NDIS_MINIPORT_MAJOR_VERSION 6
#define NDIS_MINIPORT_MINOR_VERSION (FLUE_NDIS_MINIPORT_USED - 600)
#define NDIS_MINIPORT_MINIMUM_MAJOR_VERSION 6
#define NDIS_MINIPORT_MINIMUM_MINOR_VERSION NDIS_MINIPORT_MINOR_VERSION
#define NDIS_PROTOCOL_MAJOR_VERSION 6
#define NDIS_PROTOCOL_MINOR_VERSION (FLUE_NDIS_PROTOCOL_USED - 600)
#define NDIS_PROTOCOL_MINIMUM_MAJOR_VERSION 6
#define NDIS_PROTOCOL_MINIMUM_MINOR_VERSION NDIS_PROTOCOL_MINOR_VERSION
#define NDIS_FILTER_MAJOR_VERSION 6
#define NDIS_FILTER_MINOR_VERSION (FLUE_NDIS_FILTER_USED - 600)
#define NDIS_FILTER_MINIMUM_MAJOR_VERSION 6
#define NDIS_FILTER_MINIMUM_MINOR_VERSION NDIS_FILTER_MINOR_VERSION

#define NDIS_SUPPORT_NDIS6 1
#define NDIS_SUPPORT_60_COMPATIBLE_API 1
#define NDIS_SUPPORT_NDIS61 (FLUE_NDIS_VERSION >= 601)
#define NDIS_SUPPORT_NDIS620 (FLUE_NDIS_VERSION >= 620)
#define NDIS_SUPPORT_NDIS630 (FLUE_NDIS_VERSION >= 630)
#define NDIS_SUPPORT_NDIS640 (FLUE_NDIS_VERSION >= 640)
#define NDIS_SUPPORT_NDIS650 (FLUE_NDIS_VERSION >= 650)
#define NDIS_SUPPORT_NDIS651 (FLUE_NDIS_VERSION >= 651)
#define NDIS_SUPPORT_NDIS660 (FLUE_NDIS_VERSION >= 660)
#define NDIS_SUPPORT_NDIS670 (FLUE_NDIS_VERSION >= 670)
#define NDIS_SUPPORT_NDIS680 (FLUE_NDIS_VERSION >= 680)
#define NDIS_SUPPORT_NDIS681 (FLUE_NDIS_VERSION >= 681)
#define NDIS_SUPPORT_NDIS682 (FLUE_NDIS_VERSION >= 682)
#define NDIS_SUPPORT_NDIS683 (FLUE_NDIS_VERSION >= 683)
#define NDIS_SUPPORT_NDIS684 (FLUE_NDIS_VERSION >= 684)
#define NDIS_SUPPORT_NDIS685 (FLUE_NDIS_VERSION >= 685)
#define NDIS_SUPPORT_NDIS686 (FLUE_NDIS_VERSION >= 686)
#define NDIS_SUPPORT_NDIS687 (FLUE_NDIS_VERSION >= 687)
#define NDIS_SUPPORT_NDIS688 (FLUE_NDIS_VERSION >= 688)
#define NDIS_SUPPORT_NDIS689 (FLUE_NDIS_VERSION >= 689)

#endif
