/*
 * toe: the registers and memory structures of Flue's reference NIC, PCI f1e0:7031. The manual is docs/toe-nic.md; names and numbers agree
 * with it. Included by the model (src/hw/toe) and by the driver (drivers/toe): numbers and fixed-width types only. All values little
 * endian.
 */
#pragma once
#include <stdint.h>

#define TOE_VENDOR 0xf1e0u
#define TOE_DEVICE 0x7031u

/* ---- BAR0, 64 KiB of memory */
#define TOE_BAR0_SIZE     0x10000u
#define TOE_PAGE_INFO     0x0000u /* read only; reads never stall */
#define TOE_PAGE_CTRL     0x1000u
#define TOE_MSIX_TABLE    0x2000u
#define TOE_MSIX_PBA      0x2800u
#define TOE_MAX_VECTORS   64u
#define TOE_DOORBELLS     0x4000u /* + 256 * queue pair: TOE_DOORBELL_TX, TOE_DOORBELL_RX */
#define TOE_DOORBELL_TX   0x00u   /* any value: look at the transmit producer index again */
#define TOE_DOORBELL_RX   0x80u   /* ... at the receive buffer producer index */
#define TOE_DOORBELL_CONN 0xc0u   /* queue pair 0 only: ... at the connection commands' */
#define TOE_QUEUES_MAX    16u     /* queue pairs */
/* 0x8000-0xffff connection window: reserved, see the manual */

/* ---- information page */
#define TOE_ID              0x000u
#define TOE_ID_VALUE        0x45544c46u /* "FLTE" */
#define TOE_INTERFACE       0x004u      /* major << 16 | minor of this register interface */
#define TOE_INTERFACE_MAJOR 1u
#define TOE_FIRMWARE        0x008u /* major << 24 | minor << 16 | build */
#define TOE_SERIAL          0x00cu
#define TOE_MAC_LO          0x010u /* permanent address, bytes 0..3 */
#define TOE_MAC_HI          0x014u /* bytes 4, 5 */
#define TOE_LINK            0x018u
#define TOE_LINK_UP         0x1u
#define TOE_LINK_DUPLEX     0x2u
#define TOE_LINK_SPEED      0x01cu /* Mbit/s */
#define TOE_MAX_FRAME       0x020u /* bytes, Ethernet header included, FCS not */
#define TOE_VECTORS         0x024u
#define TOE_ADMIN_DEPTH     0x028u /* largest ring, entries */
#define TOE_HEALTH          0x02cu
#define TOE_HEALTH_OK       0u
#define TOE_HEALTH_FATAL    1u
#define TOE_FATAL_CODE      0x030u
#define TOE_FATAL_DMA       1u /* an address outside memory, or bus mastering off */
#define TOE_FATAL_RING      2u /* an index outside its ring */
#define TOE_FATAL_FIRMWARE  3u
#define TOE_QUEUES          0x034u /* tx << 16 | rx queues; 0: this firmware moves no packets */

#define TOE_CAP_GENERATION 0x040u /* odd while the block below changes */
#define TOE_CAP_CSUM       0x044u /* TOE_CSUM_*: transmit in bits 0..15, receive in bits 16..31 */
#define TOE_CSUM_IP4       0x0001u
#define TOE_CSUM_TCP4      0x0002u
#define TOE_CSUM_UDP4      0x0004u
#define TOE_CSUM_TCP6      0x0008u
#define TOE_CSUM_UDP6      0x0010u
#define TOE_CSUM_IP_OPT    0x0020u /* frames with IPv4 options */
#define TOE_CSUM_TCP_OPT   0x0040u
#define TOE_CSUM_EXT_HDR   0x0080u /* frames with IPv6 extension headers */
#define TOE_CSUM_ALL       0x00ffu
#define TOE_CSUM_RX_SHIFT  16
#define TOE_CAP_SEG        0x048u
#define TOE_SEG_LSO4       0x0001u
#define TOE_SEG_LSO6       0x0002u
#define TOE_SEG_USO4       0x0004u
#define TOE_SEG_USO6       0x0008u
#define TOE_SEG_USO_SHORT  0x0010u /* last USO segment may be shorter */
#define TOE_SEG_RSC4       0x0100u
#define TOE_SEG_RSC6       0x0200u
#define TOE_LSO_MAX4       0x04cu
#define TOE_LSO_MAX6       0x050u
#define TOE_LSO_MIN        0x054u /* segments */
#define TOE_USO_MAX        0x058u
#define TOE_USO_MIN        0x05cu
#define TOE_CAP_FRAMES     0x060u /* frame formats the offload engines understand */
#define TOE_FRAME_802_3    0x1u
#define TOE_FRAME_802_1Q   0x2u /* tag in the frame data */
#define TOE_FRAME_1Q_OOB   0x4u /* tag inserted and removed by the NIC */
#define TOE_FRAME_LLC_SNAP 0x8u
#define TOE_CAP_NVGRE      0x064u /* four nibbles of TOE_TUN_*: tx checksum, rx checksum, LSO, RSS, from bit 0 */
#define TOE_CAP_VXLAN      0x068u
#define TOE_TUN_IN4        1u
#define TOE_TUN_OUT4       2u
#define TOE_TUN_IN6        4u
#define TOE_TUN_OUT6       8u
#define TOE_TUN_MAX_HEADER 0x06cu
#define TOE_TUN_FLAGS      0x070u
#define TOE_TUN_VXLAN_PORT 0x1u   /* the VXLAN port can be set */
#define TOE_CAP_RSS        0x074u /* 0: none; else number of receive queues */
#define TOE_CAP_CONN       0x080u
#define TOE_CONN_IP4       0x1u
#define TOE_CONN_IP6       0x2u
#define TOE_CONN_EXT_HDR   0x4u
#define TOE_CONN_SACK      0x8u
#define TOE_CONN_CAPACITY  0x084u
#define TOE_CONN_FRAMES    0x088u /* TOE_FRAME_802_3, TOE_FRAME_LLC_SNAP */
#define TOE_CONN_WINDOW    0x08cu /* largest receive window, bytes */
#define TOE_CAP_END        0x090u

/* ---- control page */
#define TOE_CONTROL        0x1000u
#define TOE_CONTROL_RUN    0x1u
#define TOE_CONTROL_RESET  0x2u /* reads 0 */
#define TOE_STATUS         0x1004u
#define TOE_STATUS_READY   0x1u
#define TOE_STATUS_RUNNING 0x2u
#define TOE_STATUS_FATAL   0x4u
#define TOE_INT_CAUSE      0x1008u /* reading clears it and lowers the line */
#define TOE_INT_ADMIN      0x1u
#define TOE_INT_EVENT      0x2u
#define TOE_INT_FATAL      0x4u
#define TOE_INT_QUEUE      0x8u    /* line interrupts only: some queue's event; look at all of them */
#define TOE_INT_ENABLE     0x100cu /* TOE_INT_*; writing 1 to a pending cause's bit interrupts */
#define TOE_ASQ_LO         0x1020u
#define TOE_ASQ_HI         0x1024u
#define TOE_ACQ_LO         0x1028u
#define TOE_ACQ_HI         0x102cu
#define TOE_ADMIN_SIZE     0x1030u /* entries of both rings: a power of two, 2..TOE_ADMIN_DEPTH */
#define TOE_EVQ_LO         0x1034u
#define TOE_EVQ_HI         0x1038u
#define TOE_EVQ_SIZE       0x103cu
#define TOE_ASQ_TAIL       0x1040u /* doorbell: index after the last command written */
#define TOE_EVQ_HEAD       0x1044u /* doorbell: index after the last event consumed */

/* ---- rings */
struct toe_command {     /* 64 bytes */
	uint16_t opcode; /* TOE_CMD_* */
	uint16_t id;     /* returned in the completion */
	uint32_t length; /* of the data buffer */
	uint64_t data;   /* physical address */
	uint32_t param[12];
};
enum {
	TOE_CMD_NOP = 0x00,
	TOE_CMD_IDENTIFY = 0x01,          /* data: struct toe_identity, written */
	TOE_CMD_SET_OFFLOADS = 0x02,      /* data: struct toe_offloads */
	TOE_CMD_SET_ENCAPSULATION = 0x03, /* param 0, 1: IPv4 frame format and header bytes; 2, 3: IPv6. Format 0 = off */
	TOE_CMD_SET_CONNECTION = 0x04,    /* data: struct toe_connection */
	TOE_CMD_GET_STATISTICS = 0x05,    /* data: struct toe_statistics, written; param 0 = 1: then cleared */
	TOE_CMD_SET_FILTER = 0x06,        /* param 0: TOE_FILTER_*; data: multicast addresses, 6 bytes each, length = 6 * n */
	TOE_CMD_SET_ADDRESS = 0x07,       /* param 0, 1: as TOE_MAC_LO, TOE_MAC_HI; 0, 0: the permanent one */
	TOE_CMD_SET_RSS = 0x08,           /* data: struct toe_rss */
	TOE_CMD_SET_MODERATION = 0x09,    /* param 0: microseconds, 0 = off */
	TOE_CMD_ACK_CAPABILITIES = 0x0a,  /* param 0: generation the driver has taken over */
	TOE_CMD_QUEUE_CREATE = 0x10,      /* data: struct toe_queue_setup */
	TOE_CMD_QUEUE_DESTROY = 0x11,     /* param 0: TOE_QUEUE_TX or _RX; 1: index. Complete: the card touches its memory no more */
	                                  /* 0x20-0x2f connections: reserved */
};
struct toe_completion { /* 16 bytes */
	uint16_t id;
	uint16_t status; /* TOE_OK ... */
	uint32_t result;
	uint16_t sq_head;
	uint16_t reserved;
	uint32_t phase; /* bit 0: 1 in the first round, 0 in the second, ... */
};
enum { TOE_OK, TOE_BAD_OPCODE, TOE_BAD_FIELD, TOE_UNSUPPORTED, TOE_STALE };
struct toe_event {     /* 32 bytes */
	uint16_t type; /* TOE_EVENT_* */
	uint16_t lost; /* events that found the ring full before this one */
	uint32_t generation;
	uint32_t data[5];
	uint32_t phase;
};
enum { TOE_EVENT_CAPABILITY = 1, TOE_EVENT_LINK, TOE_EVENT_FATAL };

/* ---- data buffers */
struct toe_identity { /* 256 bytes */
	uint32_t id, interface_version, firmware, serial;
	uint8_t mac[6], pad[2];
	uint32_t vectors, max_frame, generation;
	uint32_t caps[(TOE_CAP_END - TOE_CAP_CSUM) / 4]; /* the capability registers from TOE_CAP_CSUM on */
	char model[32], firmware_name[32];
	uint8_t reserved[256 - 36 - (TOE_CAP_END - TOE_CAP_CSUM) - 64];
};
struct toe_offloads {  /* 32 bytes */
	uint32_t csum; /* as TOE_CAP_CSUM */
	uint32_t seg;  /* as TOE_CAP_SEG */
	uint32_t nvgre, vxlan;
	uint32_t vxlan_port;
	uint32_t reserved[3];
};
struct toe_connection {           /* 64 bytes */
	uint32_t enable;          /* as TOE_CAP_CONN; 0 = off */
	uint32_t frame4, header4; /* frame format, one of TOE_FRAME_802_3, TOE_FRAME_LLC_SNAP, 0 = family off; header bytes */
	uint32_t frame6, header6;
	uint32_t ticks_per_second;
	uint32_t ack_frequency, delayed_ack_ticks;
	uint32_t max_retransmissions, doubt_retransmissions;
	uint32_t sws_ticks, duplicate_acks, push_ticks, neighbor_stale_ticks;
	uint32_t congestion;
	uint32_t reserved;
};
#define TOE_FILTER_DIRECTED      0x01u
#define TOE_FILTER_MULTICAST     0x02u
#define TOE_FILTER_ALL_MULTICAST 0x04u
#define TOE_FILTER_BROADCAST     0x08u
#define TOE_FILTER_PROMISCUOUS   0x10u
#define TOE_MULTICAST_MAX        64u
struct toe_rss {            /* 192 bytes */
	uint32_t enable;    /* 0, 1 */
	uint32_t hash_type; /* bit 0 IPv4, 1 TCP/IPv4, 2 IPv6, 3 TCP/IPv6 */
	uint32_t entries;   /* used in table: a power of two, at most 128 */
	uint32_t reserved;
	uint8_t key[40], pad[8];
	uint8_t table[128];
};
struct toe_statistics {                     /* 256 bytes */
	uint64_t rx_frames[3], rx_bytes[3]; /* directed, multicast, broadcast */
	uint64_t tx_frames[3], tx_bytes[3];
	uint64_t rx_discards, rx_errors, tx_discards, tx_errors;
	uint64_t rsc_packets, rsc_bytes, rsc_events, rsc_aborts;
	uint64_t reserved[12];
};

/* ---- queues. All indexes count up for ever (32 bits, wrapping); entry = index % entries; entries is a power of two, 16..4096. */
#define TOE_QUEUE_TX  0u
#define TOE_QUEUE_RX  1u
#define TOE_QUEUE_MIN 16u
#define TOE_QUEUE_MAX 4096u
struct toe_queue_setup { /* 64 bytes */
	uint32_t type, index;
	uint32_t entries;     /* of ring; receive: of completions too */
	uint32_t vector;      /* message; 0 = the admin message (line interrupts: INT_CAUSE TOE_INT_QUEUE) */
	uint64_t ring;        /* struct toe_tx_desc or struct toe_rx_buffer [entries], 64-byte aligned */
	uint64_t completions; /* receive: struct toe_rx_done [entries], 64-byte aligned */
	uint64_t control;     /* struct toe_queue_control, 64-byte aligned */
	uint64_t reserved[3];
};
/* In host memory, shared by driver and card: what would else be registers. Two cache lines, one for each writer. */
struct toe_queue_control { /* 128 bytes */
	/* written by the driver */
	uint32_t producer;        /* index after the last descriptor or buffer given to the card */
	uint32_t interrupt_event; /* interrupt when the card's `consumer` (tx) or `completed` (rx) passes this: new index != event and
	                             (new - event - 1) < (new - old). Write it, then look at the index again */
	uint32_t seen;            /* receive: index after the last completion consumed */
	uint32_t pad0[13];
	/* written by the card */
	uint32_t consumer;  /* tx: descriptors before it are sent, their memory is the driver's again; rx: buffers taken */
	uint32_t completed; /* receive: index after the last completion written */
	uint32_t
	        doorbell_event; /* the driver rings when `producer` passes this, by the same rule; the card moves it ahead while it polls */
	uint32_t pad1[13];
};
/* A packet is one or more descriptors, the first with TOE_TX_FIRST, the last with TOE_TX_LAST; what concerns the packet is in the first. */
struct toe_tx_desc { /* 32 bytes */
	uint64_t address;
	uint32_t length; /* of this piece, 1..65536; at most TOE_TX_PIECES a packet */
	uint16_t flags;  /* TOE_TX_* */
	uint16_t mss;    /* LSO, USO: payload bytes of a segment */
	uint16_t l3, l4; /* offset of the IP header and of the TCP or UDP header, from the frame's start, untagged frame: 14, ... */
	uint16_t header; /* LSO, USO: bytes of all headers, that is offset of the payload */
	uint16_t vlan;   /* TOE_TX_VLAN: tag control information to insert */
	uint64_t cookie; /* not looked at */
};
#define TOE_TX_PIECES   64u
#define TOE_TX_FIRST    0x0001u
#define TOE_TX_LAST     0x0002u
#define TOE_TX_CSUM_IP4 0x0004u
#define TOE_TX_CSUM_TCP 0x0008u /* the field holds the pseudo-header's sum (without length when LSO), as NDIS leaves it there */
#define TOE_TX_CSUM_UDP 0x0010u
#define TOE_TX_LSO      0x0020u /* implies the checksums of its segments */
#define TOE_TX_USO      0x0040u
#define TOE_TX_VLAN     0x0080u
#define TOE_TX_IP6      0x0100u /* l3 is IPv6 */
struct toe_rx_buffer {          /* 16 bytes */
	uint64_t address;
	uint32_t length; /* 256..65536 */
	uint32_t id;     /* returned in the completion */
};
/* A frame fills one or more buffers in order; each gives a completion. What concerns the frame is in its last one (TOE_RX_LAST). */
struct toe_rx_done { /* 32 bytes */
	uint32_t id;
	uint32_t length;       /* bytes in this buffer */
	uint32_t frame_length; /* last: of the frame */
	uint16_t flags;        /* TOE_RX_* */
	uint16_t vlan;         /* TOE_RX_VLAN: tag that was removed */
	uint32_t hash;         /* Toeplitz */
	uint16_t segments;     /* RSC: TCP or UDP segments in this frame, else 0 */
	uint16_t duplicate_acks;
	uint16_t l3, l4;          /* offsets of the headers found; 0 = none */
	uint32_t timestamp_delta; /* RSC: latest minus earliest TCP timestamp value */
};
#define TOE_RX_FIRST     0x0001u
#define TOE_RX_LAST      0x0002u
#define TOE_RX_IP4_GOOD  0x0004u
#define TOE_RX_IP4_BAD   0x0008u
#define TOE_RX_L4_GOOD   0x0010u
#define TOE_RX_L4_BAD    0x0020u
#define TOE_RX_TCP       0x0040u
#define TOE_RX_UDP       0x0080u
#define TOE_RX_IP6       0x0100u
#define TOE_RX_VLAN      0x0200u
#define TOE_RX_HASH_IP4  0x0400u
#define TOE_RX_HASH_TCP4 0x0800u
#define TOE_RX_HASH_IP6  0x1000u
#define TOE_RX_HASH_TCP6 0x2000u
#define TOE_RX_FRAGMENT  0x4000u /* IP fragment: checksums not looked at */

/* ---- connections (manual, section 14). One queue of type TOE_QUEUE_CONN: `ring` holds commands, `completions` events; control block and
 * event indexes as above (`producer`/`consumer` commands, `completed`/`seen` events). What consists of several pieces is several commands,
 * all but the last with TOE_CONN_MORE. Commands of one connection are carried out in order. */
#define TOE_QUEUE_CONN 2u
enum {
	TOE_CONN_NEIGHBOR = 1, /* conn: neighbor index; address: struct toe_neighbor */
	TOE_CONN_LOAD,         /* address: struct toe_conn_state; the connection is known, silent */
	TOE_CONN_PRELOAD,      /* a piece of data acknowledged before the load and not consumed; copied before the command completes */
	TOE_CONN_START,        /* address: the same struct toe_conn_state; it lives. Before it: TOE_CONN_SEND of the state's send data */
	TOE_CONN_SEND,         /* a piece of a send request; done: TOE_EV_SENT with the last piece's cookie */
	TOE_CONN_POST,         /* a piece of a receive request; info: bytes filled already (first piece); TOE_CONN_NO_PUSH */
	TOE_CONN_CONSUMED,     /* info: bytes of indications that the host has accepted */
	TOE_CONN_OFFER,        /* indicate held data again */
	TOE_CONN_DISCONNECT,   /* graceful; done: TOE_EV_DISCONNECTED */
	TOE_CONN_ABORT,        /* RST; done: TOE_EV_DISCONNECTED */
	TOE_CONN_FORWARD,      /* a piece of a segment from its TCP header on */
	TOE_CONN_UPDATE,       /* address: struct toe_conn_state, cached members count; info: TOE_CONN_FLAGS_* orders */
	TOE_CONN_QUERY,        /* address: struct toe_conn_state, written */
	TOE_CONN_INVALIDATE,
	TOE_CONN_UNLOAD, /* address: struct toe_conn_state, written. Everything outstanding is completed before, received data indicated as
	                    far as buffers go; what is left is in the state: receive_left */
	TOE_CONN_BUFFER, /* a buffer for indications, of any connection: address, length, cookie */
	TOE_CONN_FENCE,  /* done when it is reached */
};
#define TOE_CONN_MORE    0x1u
#define TOE_CONN_NO_PUSH 0x2u
#define TOE_CONN_SEEN                                                                                                                      \
	0x4u              /* POST: reserved[0] is how many indicated bytes of the connection the driver has seen (modulo 2^32); if there   \
	                     were more the request comes back with TOE_HOW_STALE: what was indicated belongs into it */
struct toe_conn_command { /* 64 bytes */
	uint16_t opcode, flags;
	uint32_t conn;
	uint64_t cookie;
	uint64_t address;
	uint32_t length, info;
	uint64_t reserved[4];
};
enum {
	TOE_EV_DONE = 1,     /* NEIGHBOR, LOAD, START, UPDATE, QUERY, INVALIDATE, UNLOAD, FORWARD, FENCE: status, cookie */
	TOE_EV_SENT,         /* cookie, bytes acknowledged, how */
	TOE_EV_RECEIVED,     /* cookie, bytes placed, how */
	TOE_EV_DISCONNECTED, /* cookie, how */
	TOE_EV_INDICATE,     /* cookie of the buffer, bytes; info: 1 = pushed */
	TOE_EV_EVENT,        /* info: TCP_OFFLOAD_EVENT_TYPE; bytes: its value */
	TOE_EV_STALE,        /* conn: neighbor index: nobody confirmed it for the stale time (NceStaleTicks) */
};
enum { TOE_HOW_OK, TOE_HOW_UPLOAD, TOE_HOW_ABORTED, TOE_HOW_INVALID, TOE_HOW_STALE };
struct toe_conn_event {        /* 64 bytes */
	uint16_t type, status; /* DONE: TOE_OK, ... */
	uint32_t conn;
	uint64_t cookie;
	uint32_t bytes, info;
	uint16_t how, opcode;
	uint32_t reserved[9];
};
struct toe_neighbor {                      /* 32 bytes */
	uint8_t destination[6], source[6]; /* source all zero: the station address */
	uint16_t vlan;
	uint16_t reserved;
	uint32_t reachable_ms; /* since the last confirmation */
	uint32_t reserved2[3];
};
struct toe_conn_state { /* 256 bytes. Times in milliseconds; 0xffffffff: the timer does not run */
	/* const */
	uint8_t local[16], remote[16];
	uint16_t local_port, remote_port; /* host order */
	uint8_t ipv6, flags;              /* 1 timestamps, 2 SACK, 4 window scaling */
	uint8_t snd_scale, rcv_scale;
	uint16_t remote_mss, neighbor;
	uint32_t hash;
	/* cached */
	uint16_t cached_flags; /* 1 keepalive, 2 Nagle; orders of an update: 4 restart keepalive, 8 restart MaxRT, 16 receive window */
	uint8_t ka_probes, ttl, tos, priority;
	uint16_t reserved;
	uint32_t rcv_buffer, indication_size, ka_timeout, ka_interval, max_rt, flow_label, path_mtu;
	/* delegated */
	uint8_t state, dup_acks, probe_round, ka_probes_sent, retransmits, fin_acked;
	uint16_t reserved2;
	uint32_t rcv_nxt, rcv_wnd, snd_una, snd_nxt, snd_max, snd_wnd, max_snd_wnd, snd_wl1, cwnd, ssthresh;
	uint32_t srtt_us, rttvar_us, ts_recent, ts_recent_age, ts_time, total_rt, keepalive, retransmit;
	uint32_t send_backlog, receive_backlog;
	uint32_t receive_left; /* unloaded: bytes that found no buffer; fetch with TOE_CONN_BUFFER and unload again */
	uint32_t reachable_ms; /* of its neighbor, as the card knows */
	uint32_t reserved3[19];
};
