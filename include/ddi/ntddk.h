/*
 * ntddk.h: wdm.h and what a driver may use besides it. One file per subject in ntddk/.
 * Pages: learn.microsoft.com/windows-hardware/drivers/ddi/ntddk/ + nf-ntddk-<function>, ns-ntddk-_<structure>, ne-ntddk-_<enumeration>, nc-ntddk-<callback>, all lower case.
 */
#ifndef FLUE_DDI_NTDDK_H
#define FLUE_DDI_NTDDK_H

#include <wdm.h>
#include <mce.h>
#include <pciprop.h>

#include <ntddk/context.h>           /* processor contexts, exceptions, the processor control region */
#include <ntddk/rtl.h>               /* run-time library: tables, hash tables, run once, large integers */
#include <ntddk/memory.h>            /* memory */
#include <ntddk/process.h>           /* processes, threads, silos, images */
#include <ntddk/io.h>                /* I/O, drivers, disks, files */
#include <ntddk/pci.h>               /* PCI additions: AGP, PCI-X, PCI Express registers */
#include <ntddk/pcie.h>              /* PCI Express registers */
#include <ntddk/arbiter.h>           /* resource arbiters, translators, bus handlers */
#include <ntddk/hal.h>               /* the hardware abstraction layer's dispatch tables */
#include <ntddk/whea_source.h>       /* error sources and their description tables */
#include <ntddk/whea.h>              /* hardware error records */

#include <ntddk/inline/ntddk.h>
#define ExAcquireResourceExclusive ExAcquireResourceExclusiveLite
#define ExAcquireResourceShared ExAcquireResourceSharedLite
#define ExConvertExclusiveToShared ExConvertExclusiveToSharedLite
#define ExDeleteResource ExDeleteResourceLite
#define ExInitializeResource ExInitializeResourceLite
#define ExIsResourceAcquired ExIsResourceAcquiredSharedLite
#define ExIsResourceAcquiredExclusive ExIsResourceAcquiredExclusiveLite
#define ExIsResourceAcquiredShared ExIsResourceAcquiredSharedLite
#define ExReleaseResourceForThread ExReleaseResourceForThreadLite

#endif
