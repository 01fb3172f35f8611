/* in6addr.h: IPv6 addresses. */
#ifndef FLUE_DDI_IN6ADDR_H
#define FLUE_DDI_IN6ADDR_H

#include <ntdef.h>

typedef struct in6_addr {
    union {
        UCHAR Byte[16];
        USHORT Word[8];
    } u;
} IN6_ADDR, *LPIN6_ADDR, *PIN6_ADDR;

#endif
