/* ws2def.h: socket addresses and protocol numbers. */
#ifndef FLUE_DDI_WS2DEF_H
#define FLUE_DDI_WS2DEF_H

#include <ntdef.h>
#include <inaddr.h>

#define AF_UNSPEC                                               0
#define AF_UNIX                                                 1
#define AF_INET                                                 2
#define AF_IMPLINK                                              3
#define AF_PUP                                                  4
#define AF_CHAOS                                                5
#define AF_NS                                                   6
#define AF_IPX                                                  6
#define AF_ISO                                                  7
#define AF_OSI                                                  7
#define AF_ECMA                                                 8
#define AF_DATAKIT                                              9
#define AF_CCITT                                                10
#define AF_SNA                                                  11
#define AF_DECnet                                               12
#define AF_DLI                                                  13
#define AF_LAT                                                  14
#define AF_HYLINK                                               15
#define AF_APPLETALK                                            0x10
#define AF_NETBIOS                                              17
#define AF_VOICEVIEW                                            18
#define AF_FIREFOX                                              19
#define AF_UNKNOWN1                                             20
#define AF_BAN                                                  21
#define AF_ATM                                                  22
#define AF_INET6                                                23
#define AF_CLUSTER                                              24
#define AF_12844                                                25
#define AF_IRDA                                                 26
#define AF_NETDES                                               28
#define AF_TCNPROCESS                                           29
#define AF_TCNMESSAGE                                           30
#define AF_ICLFXBM                                              31
#define AF_BTH                                                  0x20
#define AF_LINK                                                 33
#define AF_HYPERV                                               34
#define AF_MAX                                                  35
#define SOCK_STREAM                                             1
#define SOCK_DGRAM                                              2
#define SOCK_RAW                                                3
#define SOCK_RDM                                                4
#define SOCK_SEQPACKET                                          5
#define SOL_SOCKET                                              0x0000FFFF
#define SO_DEBUG                                                1
#define SO_ACCEPTCONN                                           2
#define SO_REUSEADDR                                            4
#define SO_KEEPALIVE                                            8
#define SO_DONTROUTE                                            0x10
#define SO_BROADCAST                                            0x20
#define SO_USELOOPBACK                                          0x40
#define SO_LINGER                                               0x80
#define SO_OOBINLINE                                            0x00000100
#define SO_DONTLINGER                                           (-129)
#define SO_EXCLUSIVEADDRUSE                                     (-5)
#define SO_SNDBUF                                               0x00001001
#define SO_RCVBUF                                               0x00001002
#define SO_SNDLOWAT                                             0x00001003
#define SO_RCVLOWAT                                             0x00001004
#define SO_SNDTIMEO                                             0x00001005
#define SO_RCVTIMEO                                             0x00001006
#define SO_ERROR                                                0x00001007
#define SO_TYPE                                                 0x00001008
#define SO_BSP_STATE                                            0x00001009
#define SO_GROUP_ID                                             0x00002001
#define SO_GROUP_PRIORITY                                       0x00002002
#define SO_MAX_MSG_SIZE                                         0x00002003
#define SO_CONDITIONAL_ACCEPT                                   0x00003002
#define SO_PAUSE_ACCEPT                                         0x00003003
#define SO_COMPARTMENT_ID                                       0x00003004
#define SO_RANDOMIZE_PORT                                       0x00003005
#define SO_PORT_SCALABILITY                                     0x00003006
#define SO_REUSE_UNICASTPORT                                    0x00003007
#define SO_REUSE_MULTICASTPORT                                  0x00003008
#define WSK_SO_BASE                                             0x00004000
#define TCP_NODELAY                                             1
#define IOC_UNIX                                                0
#define IOC_WS2                                                 0x08000000
#define IOC_PROTOCOL                                            0x10000000
#define IOC_VENDOR                                              0x18000000
#define IOC_WSK                                                 0x0F000000
#define SIO_ASSOCIATE_HANDLE                                    0x88000001
#define SIO_ENABLE_CIRCULAR_QUEUEING                            0x28000002
#define SIO_FIND_ROUTE                                          0x48000003
#define SIO_FLUSH                                               0x28000004
#define SIO_GET_BROADCAST_ADDRESS                               0x48000005
#define SIO_GET_EXTENSION_FUNCTION_POINTER                      0xC8000006
#define SIO_GET_QOS                                             0xC8000007
#define SIO_GET_GROUP_QOS                                       0xC8000008
#define SIO_MULTIPOINT_LOOPBACK                                 0x88000009
#define SIO_MULTICAST_SCOPE                                     0x8800000A
#define SIO_SET_QOS                                             0x8800000B
#define SIO_SET_GROUP_QOS                                       0x8800000C
#define SIO_TRANSLATE_HANDLE                                    0xC800000D
#define SIO_ROUTING_INTERFACE_QUERY                             0xC8000014
#define SIO_ROUTING_INTERFACE_CHANGE                            0x88000015
#define SIO_ADDRESS_LIST_QUERY                                  0x48000016
#define SIO_ADDRESS_LIST_CHANGE                                 0x28000017
#define SIO_QUERY_TARGET_PNP_HANDLE                             0x48000018
#define SIO_QUERY_RSS_PROCESSOR_INFO                            0x48000025
#define SIO_ADDRESS_LIST_SORT                                   0xC8000019
#define SIO_RESERVED_1                                          0x8800001A
#define SIO_RESERVED_2                                          0x88000021
#define SIO_GET_MULTIPLE_EXTENSION_FUNCTION_POINTER             0xC8000024
#define IPPROTO_IP                                              0
#define IPPORT_TCPMUX                                           1
#define IPPORT_ECHO                                             7
#define IPPORT_DISCARD                                          9
#define IPPORT_SYSTAT                                           11
#define IPPORT_DAYTIME                                          13
#define IPPORT_NETSTAT                                          15
#define IPPORT_QOTD                                             17
#define IPPORT_MSP                                              18
#define IPPORT_CHARGEN                                          19
#define IPPORT_FTP_DATA                                         20
#define IPPORT_FTP                                              21
#define IPPORT_TELNET                                           23
#define IPPORT_SMTP                                             25
#define IPPORT_TIMESERVER                                       37
#define IPPORT_NAMESERVER                                       42
#define IPPORT_WHOIS                                            43
#define IPPORT_MTP                                              57
#define IPPORT_TFTP                                             69
#define IPPORT_RJE                                              77
#define IPPORT_FINGER                                           79
#define IPPORT_TTYLINK                                          87
#define IPPORT_SUPDUP                                           95
#define IPPORT_POP3                                             110
#define IPPORT_NTP                                              123
#define IPPORT_EPMAP                                            135
#define IPPORT_NETBIOS_NS                                       137
#define IPPORT_NETBIOS_DGM                                      138
#define IPPORT_NETBIOS_SSN                                      139
#define IPPORT_IMAP                                             143
#define IPPORT_SNMP                                             161
#define IPPORT_SNMP_TRAP                                        162
#define IPPORT_IMAP3                                            220
#define IPPORT_LDAP                                             0x00000185
#define IPPORT_HTTPS                                            0x000001BB
#define IPPORT_MICROSOFT_DS                                     0x000001BD
#define IPPORT_EXECSERVER                                       0x00000200
#define IPPORT_LOGINSERVER                                      0x00000201
#define IPPORT_CMDSERVER                                        0x00000202
#define IPPORT_EFSSERVER                                        0x00000208
#define IPPORT_BIFFUDP                                          0x00000200
#define IPPORT_WHOSERVER                                        0x00000201
#define IPPORT_ROUTESERVER                                      0x00000208
#define IPPORT_RESERVED                                         0x00000400
#define IPPORT_REGISTERED_MIN                                   0x00000400
#define IPPORT_REGISTERED_MAX                                   0x0000BFFF
#define IPPORT_DYNAMIC_MIN                                      0x0000C000
#define IPPORT_DYNAMIC_MAX                                      0x0000FFFF
#define IN_CLASSA_NET                                           0xFF000000
#define IN_CLASSA_NSHIFT                                        24
#define IN_CLASSA_HOST                                          0x00FFFFFF
#define IN_CLASSA_MAX                                           0x80
#define IN_CLASSB_NET                                           0xFFFF0000
#define IN_CLASSB_NSHIFT                                        0x10
#define IN_CLASSB_HOST                                          0x0000FFFF
#define IN_CLASSB_MAX                                           0x00010000
#define IN_CLASSC_NET                                           0xFFFFFF00
#define IN_CLASSC_NSHIFT                                        8
#define IN_CLASSC_HOST                                          255
#define IN_CLASSD_NET                                           0xF0000000
#define IN_CLASSD_NSHIFT                                        28
#define IN_CLASSD_HOST                                          0x0FFFFFFF
#define INADDR_ANY                                              0
#define INADDR_LOOPBACK                                         0x7F000001
#define INADDR_BROADCAST                                        0xFFFFFFFF
#define INADDR_NONE                                             0xFFFFFFFF
#define IOCPARM_MASK                                            0x0000007F
#define IOC_VOID                                                0x20000000
#define IOC_OUT                                                 0x40000000
#define IOC_IN                                                  0x80000000
#define IOC_INOUT                                               0xC0000000
#define MSG_TRUNC                                               0x00000100
#define MSG_CTRUNC                                              0x00000200
#define MSG_BCAST                                               0x00000400
#define MSG_MCAST                                               0x00000800
#define MSG_ERRQUEUE                                            0x00001000
#define AI_PASSIVE                                              1
#define AI_CANONNAME                                            2
#define AI_NUMERICHOST                                          4
#define AI_NUMERICSERV                                          8
#define AI_DNS_ONLY                                             0x10
#define AI_ALL                                                  0x00000100
#define AI_ADDRCONFIG                                           0x00000400
#define AI_V4MAPPED                                             0x00000800
#define AI_NON_AUTHORITATIVE                                    0x00004000
#define AI_SECURE                                               0x00008000
#define AI_RETURN_PREFERRED_NAMES                               0x00010000
#define AI_FQDN                                                 0x00020000
#define AI_FILESERVER                                           0x00040000
#define AI_DISABLE_IDN_ENCODING                                 0x00080000
#define AI_EXTENDED                                             0x80000000
#define AI_RESOLUTION_HANDLE                                    0x40000000
#define ADDRINFOEX_VERSION_2                                    2
#define ADDRINFOEX_VERSION_3                                    3
#define ADDRINFOEX_VERSION_4                                    4
#define NS_ALL                                                  0
#define NS_SAP                                                  1
#define NS_NDS                                                  2
#define NS_PEER_BROWSE                                          3
#define NS_SLP                                                  5
#define NS_DHCP                                                 6
#define NS_TCPIP_LOCAL                                          10
#define NS_TCPIP_HOSTS                                          11
#define NS_DNS                                                  12
#define NS_NETBT                                                13
#define NS_WINS                                                 14
#define NS_NLA                                                  15
#define NS_BTH                                                  0x10
#define NS_NBP                                                  20
#define NS_MS                                                   30
#define NS_STDA                                                 31
#define NS_NTDS                                                 0x20
#define NS_EMAIL                                                37
#define NS_PNRPNAME                                             38
#define NS_PNRPCLOUD                                            39
#define NS_X500                                                 40
#define NS_NIS                                                  41
#define NS_NISPLUS                                              42
#define NS_WRQ                                                  50
#define NS_NETDES                                               60
#define NI_NOFQDN                                               1
#define NI_NUMERICHOST                                          2
#define NI_NAMEREQD                                             4
#define NI_NUMERICSERV                                          8
#define NI_DGRAM                                                0x10
#define NI_MAXHOST                                              0x00000401
#define NI_MAXSERV                                              0x20

typedef USHORT ADDRESS_FAMILY;

typedef struct sockaddr {
    ADDRESS_FAMILY sa_family;
    CHAR sa_data[14];
} SOCKADDR, *LPSOCKADDR, *PSOCKADDR;

typedef int INT;

typedef struct _SOCKET_ADDRESS {
    LPSOCKADDR lpSockaddr;
    INT iSockaddrLength;
} SOCKET_ADDRESS, *LPSOCKET_ADDRESS, *PSOCKET_ADDRESS;

typedef struct _SOCKET_ADDRESS_LIST {
    INT iAddressCount;
    SOCKET_ADDRESS Address[1];
} SOCKET_ADDRESS_LIST, *LPSOCKET_ADDRESS_LIST, *PSOCKET_ADDRESS_LIST;

typedef struct _CSADDR_INFO {
    SOCKET_ADDRESS LocalAddr;
    SOCKET_ADDRESS RemoteAddr;
    INT iSocketType;
    INT iProtocol;
} CSADDR_INFO, *LPCSADDR_INFO, *PCSADDR_INFO;

typedef struct sockaddr_storage {
    ADDRESS_FAMILY ss_family;
    CHAR __ss_pad1[6];
    long long __ss_align;
    CHAR __ss_pad2[112];
} SOCKADDR_STORAGE_LH, *LPSOCKADDR_STORAGE_LH, *PSOCKADDR_STORAGE_LH;

typedef struct sockaddr_storage_xp {
    short ss_family;
    CHAR __ss_pad1[6];
    long long __ss_align;
    CHAR __ss_pad2[112];
} SOCKADDR_STORAGE_XP, *LPSOCKADDR_STORAGE_XP, *PSOCKADDR_STORAGE_XP;

typedef struct _SOCKET_PROCESSOR_AFFINITY {
    PROCESSOR_NUMBER Processor;
    USHORT NumaNodeId;
    USHORT Reserved;
} SOCKET_PROCESSOR_AFFINITY, *PSOCKET_PROCESSOR_AFFINITY;

typedef struct SCOPE_ID {
    union {
        struct {
            ULONG Zone : 28;
            ULONG Level : 4;
        };
        ULONG Value;
    };
} SCOPE_ID, *PSCOPE_ID;

typedef struct sockaddr_in {
    ADDRESS_FAMILY sin_family;
    USHORT sin_port;
    IN_ADDR sin_addr;
    CHAR sin_zero[8];
} SOCKADDR_IN, *PSOCKADDR_IN;

typedef struct sockaddr_dl {
    ADDRESS_FAMILY sdl_family;
    UCHAR sdl_data[8];
    UCHAR sdl_zero[4];
} SOCKADDR_DL, *PSOCKADDR_DL;

typedef struct _WSABUF {
    ULONG len;
    CHAR *buf;
} WSABUF, *LPWSABUF;

typedef struct _WSAMSG {
    LPSOCKADDR name;
    INT namelen;
    LPWSABUF lpBuffers;
    ULONG dwBufferCount;
    WSABUF Control;
    ULONG dwFlags;
} WSAMSG, *LPWSAMSG, *PWSAMSG;

typedef struct cmsghdr {
    SIZE_T cmsg_len;
    INT cmsg_level;
    INT cmsg_type;
} WSACMSGHDR, *LPWSACMSGHDR, *PCMSGHDR, *PWSACMSGHDR;

typedef struct addrinfo {
    int ai_flags;
    int ai_family;
    int ai_socktype;
    int ai_protocol;
    size_t ai_addrlen;
    char *ai_canonname;
    struct sockaddr *ai_addr;
    struct addrinfo *ai_next;
} ADDRINFOA, *PADDRINFOA;

typedef struct addrinfoW {
    int ai_flags;
    int ai_family;
    int ai_socktype;
    int ai_protocol;
    size_t ai_addrlen;
    PWSTR ai_canonname;
    struct sockaddr *ai_addr;
    struct addrinfoW *ai_next;
} ADDRINFOW, *PADDRINFOW;

typedef struct addrinfoexA {
    int ai_flags;
    int ai_family;
    int ai_socktype;
    int ai_protocol;
    size_t ai_addrlen;
    char *ai_canonname;
    struct sockaddr *ai_addr;
    void *ai_blob;
    size_t ai_bloblen;
    LPGUID ai_provider;
    struct addrinfoexA *ai_next;
} ADDRINFOEXA, *LPADDRINFOEXA, *PADDRINFOEXA;

typedef struct addrinfoexW {
    int ai_flags;
    int ai_family;
    int ai_socktype;
    int ai_protocol;
    size_t ai_addrlen;
    PWSTR ai_canonname;
    struct sockaddr *ai_addr;
    void *ai_blob;
    size_t ai_bloblen;
    LPGUID ai_provider;
    struct addrinfoexW *ai_next;
} ADDRINFOEXW, *LPADDRINFOEXW, *PADDRINFOEXW;

typedef struct addrinfoex2A {
    int ai_flags;
    int ai_family;
    int ai_socktype;
    int ai_protocol;
    size_t ai_addrlen;
    char *ai_canonname;
    struct sockaddr *ai_addr;
    void *ai_blob;
    size_t ai_bloblen;
    LPGUID ai_provider;
    struct addrinfoex2A *ai_next;
    int ai_version;
    char *ai_fqdn;
} ADDRINFOEX2A, *LPADDRINFOEX2A, *PADDRINFOEX2A;

typedef struct addrinfoex2W {
    int ai_flags;
    int ai_family;
    int ai_socktype;
    int ai_protocol;
    size_t ai_addrlen;
    PWSTR ai_canonname;
    struct sockaddr *ai_addr;
    void *ai_blob;
    size_t ai_bloblen;
    LPGUID ai_provider;
    struct addrinfoex2W *ai_next;
    int ai_version;
    PWSTR ai_fqdn;
} ADDRINFOEX2W, *LPADDRINFOEX2W, *PADDRINFOEX2W;

typedef struct addrinfoex3 {
    int ai_flags;
    int ai_family;
    int ai_socktype;
    int ai_protocol;
    size_t ai_addrlen;
    PWSTR ai_canonname;
    struct sockaddr *ai_addr;
    void *ai_blob;
    size_t ai_bloblen;
    LPGUID ai_provider;
    struct addrinfoex3 *ai_next;
    int ai_version;
    PWSTR ai_fqdn;
    int ai_interfaceindex;
} ADDRINFOEX3, *LPADDRINFOEX3, *PADDRINFOEX3;

typedef struct addrinfoex4 {
    int ai_flags;
    int ai_family;
    int ai_socktype;
    int ai_protocol;
    size_t ai_addrlen;
    PWSTR ai_canonname;
    struct sockaddr *ai_addr;
    void *ai_blob;
    size_t ai_bloblen;
    GUID *ai_provider;
    struct addrinfoex4 *ai_next;
    int ai_version;
    PWSTR ai_fqdn;
    int ai_interfaceindex;
    HANDLE ai_resolutionhandle;
} ADDRINFOEX4, *LPADDRINFOEX4, *PADDRINFOEX4;

typedef SOCKADDR_STORAGE_LH SOCKADDR_STORAGE;
typedef WSACMSGHDR CMSGHDR;

typedef enum IPPROTO {
    IPPROTO_HOPOPTS,
    IPPROTO_ICMP,
    IPPROTO_IGMP,
    IPPROTO_GGP,
    IPPROTO_IPV4,
    IPPROTO_ST,
    IPPROTO_TCP,
    IPPROTO_CBT,
    IPPROTO_EGP,
    IPPROTO_IGP,
    IPPROTO_PUP = 12,
    IPPROTO_UDP = 17,
    IPPROTO_IDP = 22,
    IPPROTO_RDP = 27,
    IPPROTO_IPV6 = 41,
    IPPROTO_ROUTING = 43,
    IPPROTO_FRAGMENT,
    IPPROTO_ESP = 50,
    IPPROTO_AH,
    IPPROTO_ICMPV6 = 58,
    IPPROTO_NONE,
    IPPROTO_DSTOPTS,
    IPPROTO_ND = 77,
    IPPROTO_ICLFXBM,
    IPPROTO_PIM = 103,
    IPPROTO_PGM = 113,
    IPPROTO_L2TP = 115,
    IPPROTO_SCTP = 132,
    IPPROTO_RAW = 255,
    IPPROTO_MAX,
    IPPROTO_RESERVED_RAW,
    IPPROTO_RESERVED_IPSEC,
    IPPROTO_RESERVED_IPSECOFFLOAD,
    IPPROTO_RESERVED_WNV,
    IPPROTO_RESERVED_MAX,
} IPPROTO, *PIPROTO;

typedef SOCKADDR_STORAGE *LPSOCKADDR_STORAGE;
typedef SOCKADDR_STORAGE *PSOCKADDR_STORAGE;

typedef enum SCOPE_LEVEL {
    ScopeLevelInterface = 1,
    ScopeLevelLink,
    ScopeLevelSubnet,
    ScopeLevelAdmin,
    ScopeLevelSite,
    ScopeLevelOrganization = 8,
    ScopeLevelGlobal = 14,
    ScopeLevelCount = 16,
} SCOPE_LEVEL;

#endif
