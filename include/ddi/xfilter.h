/* xfilter.h: generated draft */
#ifndef FLUE_DDI_XFILTER_H
#define FLUE_DDI_XFILTER_H

#include <ntdef.h>

#define ETH_LENGTH_OF_ADDRESS                                   6
#define TR_LENGTH_OF_FUNCTIONAL                                 4
#define TR_LENGTH_OF_ADDRESS                                    6

typedef ULONG TR_FUNCTIONAL_ADDRESS;
typedef ULONG TR_GROUP_ADDRESS;

#endif
