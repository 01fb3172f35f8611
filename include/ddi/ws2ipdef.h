/* ws2ipdef.h: IP-level socket types and options. */
#ifndef FLUE_DDI_WS2IPDEF_H
#define FLUE_DDI_WS2IPDEF_H

#include <ws2def.h>
#include <in6addr.h>

#define IFF_UP                                                  1
#define IFF_BROADCAST                                           2
#define IFF_LOOPBACK                                            4
#define IFF_POINTTOPOINT                                        8
#define IFF_MULTICAST                                           0x10
#define IP_OPTIONS                                              1
#define IP_HDRINCL                                              2
#define IP_TOS                                                  3
#define IP_TTL                                                  4
#define IP_MULTICAST_IF                                         9
#define IP_MULTICAST_TTL                                        10
#define IP_MULTICAST_LOOP                                       11
#define IP_ADD_MEMBERSHIP                                       12
#define IP_DROP_MEMBERSHIP                                      13
#define IP_DONTFRAGMENT                                         14
#define IP_ADD_SOURCE_MEMBERSHIP                                15
#define IP_DROP_SOURCE_MEMBERSHIP                               0x10
#define IP_BLOCK_SOURCE                                         17
#define IP_UNBLOCK_SOURCE                                       18
#define IP_PKTINFO                                              19
#define IP_HOPLIMIT                                             21
#define IP_RECVTTL                                              21
#define IP_RECEIVE_BROADCAST                                    22
#define IP_RECVIF                                               24
#define IP_RECVDSTADDR                                          25
#define IP_IFLIST                                               28
#define IP_ADD_IFLIST                                           29
#define IP_DEL_IFLIST                                           30
#define IP_UNICAST_IF                                           31
#define IP_RTHDR                                                0x20
#define IP_GET_IFLIST                                           33
#define IP_RECVRTHDR                                            38
#define IP_TCLASS                                               39
#define IP_RECVTCLASS                                           40
#define IP_RECVTOS                                              40
#define IP_ORIGINAL_ARRIVAL_IF                                  47
#define IP_ECN                                                  50
#define IP_PKTINFO_EX                                           51
#define IP_WFP_REDIRECT_RECORDS                                 60
#define IP_WFP_REDIRECT_CONTEXT                                 70
#define IP_MTU_DISCOVER                                         71
#define IP_MTU                                                  73
#define IP_NRT_INTERFACE                                        74
#define IP_RECVERR                                              75
#define IP_UNSPECIFIED_TYPE_OF_SERVICE                          (-1)
#define IPV6_ADDRESS_BITS                                       ((ULONGLONG)128)
#define IN6ADDR_LINKLOCALPREFIX_LENGTH                          0x40
#define IN6ADDR_MULTICASTPREFIX_LENGTH                          8
#define IN6ADDR_SOLICITEDNODEMULTICASTPREFIX_LENGTH             104
#define IN6ADDR_V4MAPPEDPREFIX_LENGTH                           96
#define IN6ADDR_6TO4PREFIX_LENGTH                               0x10
#define IN6ADDR_TEREDOPREFIX_LENGTH                             0x20
#define SIO_GET_INTERFACE_LIST                                  0x4004747F
#define SIO_GET_INTERFACE_LIST_EX                               0x4004747E
#define SIO_SET_MULTICAST_FILTER                                0x8004747D
#define SIO_GET_MULTICAST_FILTER                                0x8004747C
#define SIOCSIPMSFILTER                                         0x8004747D
#define SIOCGIPMSFILTER                                         0x8004747C
#define SIOCSMSFILTER                                           0x8004747E
#define SIOCGMSFILTER                                           0x8004747F
#define SIO_IDEAL_SEND_BACKLOG_QUERY                            0x4004747B
#define SIO_IDEAL_SEND_BACKLOG_CHANGE                           0x2000747A
#define MCAST_JOIN_GROUP                                        41
#define MCAST_LEAVE_GROUP                                       42
#define MCAST_BLOCK_SOURCE                                      43
#define MCAST_UNBLOCK_SOURCE                                    44
#define MCAST_JOIN_SOURCE_GROUP                                 45
#define MCAST_LEAVE_SOURCE_GROUP                                46
#define IPV6_HOPOPTS                                            1
#define IPV6_HDRINCL                                            2
#define IPV6_UNICAST_HOPS                                       4
#define IPV6_MULTICAST_IF                                       9
#define IPV6_MULTICAST_HOPS                                     10
#define IPV6_MULTICAST_LOOP                                     11
#define IPV6_ADD_MEMBERSHIP                                     12
#define IPV6_JOIN_GROUP                                         12
#define IPV6_DROP_MEMBERSHIP                                    13
#define IPV6_LEAVE_GROUP                                        13
#define IPV6_DONTFRAG                                           14
#define IPV6_PKTINFO                                            19
#define IPV6_HOPLIMIT                                           21
#define IPV6_PROTECTION_LEVEL                                   23
#define IPV6_RECVIF                                             24
#define IPV6_RECVDSTADDR                                        25
#define IPV6_CHECKSUM                                           26
#define IPV6_V6ONLY                                             27
#define IPV6_IFLIST                                             28
#define IPV6_ADD_IFLIST                                         29
#define IPV6_DEL_IFLIST                                         30
#define IPV6_UNICAST_IF                                         31
#define IPV6_RTHDR                                              0x20
#define IPV6_GET_IFLIST                                         33
#define IPV6_RECVRTHDR                                          38
#define IPV6_TCLASS                                             39
#define IPV6_RECVTCLASS                                         40
#define IPV6_ECN                                                50
#define IPV6_PKTINFO_EX                                         51
#define IPV6_WFP_REDIRECT_RECORDS                               60
#define IPV6_WFP_REDIRECT_CONTEXT                               70
#define IPV6_MTU_DISCOVER                                       71
#define IPV6_MTU                                                72
#define IPV6_NRT_INTERFACE                                      74
#define IPV6_RECVERR                                            75
#define IP_UNSPECIFIED_HOP_LIMIT                                (-1)
#define IP_PROTECTION_LEVEL                                     23
#define PROTECTION_LEVEL_UNRESTRICTED                           10
#define PROTECTION_LEVEL_EDGERESTRICTED                         20
#define PROTECTION_LEVEL_RESTRICTED                             30
#define PROTECTION_LEVEL_DEFAULT                                0xFFFFFFFF
#define INET_ADDRSTRLEN                                         22
#define INET6_ADDRSTRLEN                                        65
#define TCP_OFFLOAD_NO_PREFERENCE                               0
#define TCP_OFFLOAD_NOT_PREFERRED                               1
#define TCP_OFFLOAD_PREFERRED                                   2
#define TCP_EXPEDITED_1122                                      2
#define TCP_KEEPALIVE                                           3
#define TCP_MAXSEG                                              4
#define TCP_MAXRT                                               5
#define TCP_STDURG                                              6
#define TCP_NOURG                                               7
#define TCP_ATMARK                                              8
#define TCP_NOSYNRETRIES                                        9
#define TCP_TIMESTAMPS                                          10
#define TCP_OFFLOAD_PREFERENCE                                  11
#define TCP_CONGESTION_ALGORITHM                                12
#define TCP_DELAY_FIN_ACK                                       13
#define TCP_MAXRTMS                                             14
#define TCP_FASTOPEN                                            15
#define TCP_KEEPCNT                                             0x10
#define TCP_KEEPIDLE                                            3
#define TCP_KEEPINTVL                                           17

struct sockaddr_in6_old {
    SHORT sin6_family;
    USHORT sin6_port;
    ULONG sin6_flowinfo;
    IN6_ADDR sin6_addr;
};

typedef union sockaddr_gen {
    struct sockaddr Address;
    struct sockaddr_in AddressIn;
    struct sockaddr_in6_old AddressIn6;
} sockaddr_gen;

typedef struct _INTERFACE_INFO {
    ULONG iiFlags;
    sockaddr_gen iiAddress;
    sockaddr_gen iiBroadcastAddress;
    sockaddr_gen iiNetmask;
} INTERFACE_INFO, *LPINTERFACE_INFO;

typedef struct _INTERFACE_INFO_EX {
    ULONG iiFlags;
    SOCKET_ADDRESS iiAddress;
    SOCKET_ADDRESS iiBroadcastAddress;
    SOCKET_ADDRESS iiNetmask;
} INTERFACE_INFO_EX, *LPINTERFACE_INFO_EX;

typedef struct sockaddr_in6 {
    ADDRESS_FAMILY sin6_family;
    USHORT sin6_port;
    ULONG sin6_flowinfo;
    IN6_ADDR sin6_addr;
    union {
        ULONG sin6_scope_id;
        SCOPE_ID sin6_scope_struct;
    };
} SOCKADDR_IN6_LH, *LPSOCKADDR_IN6, *LPSOCKADDR_IN6_LH, *PSOCKADDR_IN6, *PSOCKADDR_IN6_LH;

typedef struct sockaddr_in6_w2ksp1 {
    short sin6_family;
    USHORT sin6_port;
    ULONG sin6_flowinfo;
    struct in6_addr sin6_addr;
    ULONG sin6_scope_id;
} SOCKADDR_IN6_W2KSP1, *LPSOCKADDR_IN6_W2KSP1, *PSOCKADDR_IN6_W2KSP1;

typedef SOCKADDR_IN6_LH SOCKADDR_IN6;

typedef union _SOCKADDR_INET {
    SOCKADDR_IN Ipv4;
    SOCKADDR_IN6 Ipv6;
    ADDRESS_FAMILY si_family;
} SOCKADDR_INET, *PSOCKADDR_INET;

typedef struct _sockaddr_in6_pair {
    PSOCKADDR_IN6 SourceAddress;
    PSOCKADDR_IN6 DestinationAddress;
} SOCKADDR_IN6_PAIR, *PSOCKADDR_IN6_PAIR;

typedef struct ip_mreq {
    IN_ADDR imr_multiaddr;
    IN_ADDR imr_interface;
} IP_MREQ, *PIP_MREQ;

typedef struct ip_mreq_source {
    IN_ADDR imr_multiaddr;
    IN_ADDR imr_sourceaddr;
    IN_ADDR imr_interface;
} IP_MREQ_SOURCE, *PIP_MREQ_SOURCE;

typedef enum MULTICAST_MODE_TYPE {
    MCAST_INCLUDE,
    MCAST_EXCLUDE,
} MULTICAST_MODE_TYPE;

typedef struct ip_msfilter {
    IN_ADDR imsf_multiaddr;
    IN_ADDR imsf_interface;
    MULTICAST_MODE_TYPE imsf_fmode;
    ULONG imsf_numsrc;
    IN_ADDR imsf_slist[1];
} IP_MSFILTER, *PIP_MSFILTER;

typedef struct ipv6_mreq {
    IN6_ADDR ipv6mr_multiaddr;
    ULONG ipv6mr_interface;
} IPV6_MREQ, *PIPV6_MREQ;

typedef struct group_req {
    ULONG gr_interface;
    SOCKADDR_STORAGE gr_group;
} GROUP_REQ, *PGROUP_REQ;

typedef struct group_source_req {
    ULONG gsr_interface;
    SOCKADDR_STORAGE gsr_group;
    SOCKADDR_STORAGE gsr_source;
} GROUP_SOURCE_REQ, *PGROUP_SOURCE_REQ;

typedef struct group_filter {
    ULONG gf_interface;
    SOCKADDR_STORAGE gf_group;
    MULTICAST_MODE_TYPE gf_fmode;
    ULONG gf_numsrc;
    SOCKADDR_STORAGE gf_slist[1];
} GROUP_FILTER, *PGROUP_FILTER;

typedef struct in_pktinfo {
    IN_ADDR ipi_addr;
    ULONG ipi_ifindex;
} IN_PKTINFO, *PIN_PKTINFO;

typedef struct in6_pktinfo {
    IN6_ADDR ipi6_addr;
    ULONG ipi6_ifindex;
} IN6_PKTINFO, *PIN6_PKTINFO;

typedef struct in_pktinfo_ex {
    IN_PKTINFO pkt_info;
    SCOPE_ID scope_id;
} IN_PKTINFO_EX, *PIN_PKTINFO_EX;

typedef struct in6_pktinfo_ex {
    IN6_PKTINFO pkt_info;
    SCOPE_ID scope_id;
} IN6_PKTINFO_EX, *PIN6_PKTINFO_EX;

typedef struct in_recverr {
    IPPROTO protocol;
    ULONG info;
    UINT8 type;
    UINT8 code;
} IN_RECVERR, *PIN_RECVERR;

typedef enum _PMTUD_STATE {
    IP_PMTUDISC_NOT_SET,
    IP_PMTUDISC_DO,
    IP_PMTUDISC_DONT,
    IP_PMTUDISC_PROBE,
    IP_PMTUDISC_MAX,
} PMTUD_STATE, *PPMTUD_STATE;

#endif
