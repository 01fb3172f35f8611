/* xfilter.h: link layer address macros. */
#ifndef FLUE_DDI_XFILTER_H
#define FLUE_DDI_XFILTER_H

#include <ntdef.h>

#define ETH_LENGTH_OF_ADDRESS                                   6
#define TR_LENGTH_OF_FUNCTIONAL                                 4
#define TR_LENGTH_OF_ADDRESS                                    6

typedef ULONG TR_FUNCTIONAL_ADDRESS;
typedef ULONG TR_GROUP_ADDRESS;

/* 6-byte Ethernet addresses, in the order they go on the wire. */
#define ETH_IS_MULTICAST(Address) ((BOOLEAN)(((PUCHAR)(Address))[0] & 0x01))
#define ETH_IS_BROADCAST(Address)                                                                                                                 \
    ((((PUCHAR)(Address))[0] & ((PUCHAR)(Address))[1] & ((PUCHAR)(Address))[2] & ((PUCHAR)(Address))[3] & ((PUCHAR)(Address))[4] &                \
      ((PUCHAR)(Address))[5]) == 0xff)
/* *_Result: 0 equal, 1 when _A is above _B, -1 (all bits) when below. */
#define ETH_COMPARE_NETWORK_ADDRESSES(_A, _B, _Result)                                                                                            \
    do {                                                                                                                                          \
        int ddi_c = __builtin_memcmp((_A), (_B), ETH_LENGTH_OF_ADDRESS);                                                                          \
        *(_Result) = (UINT)(ddi_c > 0 ? 1 : ddi_c < 0 ? -1 : 0);                                                                                  \
    } while (0)
#define ETH_COMPARE_NETWORK_ADDRESSES_EQ(_A, _B, _Result) (*(_Result) = (UINT)(__builtin_memcmp((_A), (_B), ETH_LENGTH_OF_ADDRESS) != 0))
#define ETH_COPY_NETWORK_ADDRESS(_D, _S) ((void)__builtin_memmove((_D), (_S), ETH_LENGTH_OF_ADDRESS))

/* Token ring. */
#define TR_IS_NOT_DIRECTED(_Address, _Result) (*(_Result) = (BOOLEAN)((_Address)[0] & 0x80))
#define TR_IS_FUNCTIONAL(_Address, _Result) (*(_Result) = (BOOLEAN)(((_Address)[0] & 0x80) && !((_Address)[2] & 0x80)))
#define TR_IS_GROUP(_Address, _Result) (*(_Result) = (BOOLEAN)((_Address)[0] & (_Address)[2] & 0x80))
#define TR_IS_SOURCE_ROUTING(_Address, _Result) (*(_Result) = (BOOLEAN)((_Address)[0] & 0x80))
#define TR_IS_MAC_FRAME(_PacketHeader) ((((PUCHAR)(_PacketHeader))[1] & 0xFC) == 0)
#define TR_IS_BROADCAST(_Address, _Result)                                                                                                        \
    (*(_Result) = (BOOLEAN)((*(ULONG UNALIGNED *)(_Address) == 0xFFFFFFFF && *(USHORT UNALIGNED *)((_Address) + 4) == 0xFFFF) ||                  \
                            (*(ULONG UNALIGNED *)(_Address) == 0xFFFF00C0 && *(USHORT UNALIGNED *)((_Address) + 4) == 0xFFFF)))
#define TR_COMPARE_NETWORK_ADDRESSES(_A, _B, _Result) ETH_COMPARE_NETWORK_ADDRESSES(_A, _B, _Result)
#define TR_COMPARE_NETWORK_ADDRESSES_EQ(_A, _B, _Result) ETH_COMPARE_NETWORK_ADDRESSES_EQ(_A, _B, _Result)
#define TR_COPY_NETWORK_ADDRESS(_D, _S) ETH_COPY_NETWORK_ADDRESS(_D, _S)

#endif
