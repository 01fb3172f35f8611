/*
 * The memory that lab and machine share, and the numbers both sides agree on. Same build on both sides, checked by `build_id`.
 *
 * RAM is one memfd of fixed size, sealed SHRINK|GROW|SEAL before the machine starts, mapped at NT_RAM_BASE in the machine (so that pool,
 * stacks, images and frames all lie in it) and anywhere, noexec, in the lab. Physical address = offset + RAM_PHYS_BASE; no physical address
 * is 0 or below 4 GiB.
 *
 *   offset 0            struct ram_header (one page)
 *   trace_ctl / trace_data   two trace rings (src/trace/ring.h)
 *   bus[nic]            struct bus_shared (below)
 *   port[nic]           struct port_shared (src/port/port.h), when the adapter is a netdev
 *   publish             the capability page that NDIS publishes (src/ndis/publish.h)
 *   crash               struct crash_record (src/machine/crash.h)
 *   image               the driver file as the lab read it; becomes free memory after the load
 *   pool_start .. size  the machine's page allocator (src/nt)
 *
 * Everything that the machine writes here is hostile to the lab: the lab copies a descriptor before it looks at it and checks every index.
 */
#pragma once
#include <stdint.h>
#include <stdatomic.h>

#define NT_RAM_BASE   0x200000000000ull /* where the machine maps RAM; clear of ASan's shadow and of its allocator */
#define RAM_PHYS_BASE 0x100000000ull    /* physical address of RAM's first byte: 4 GiB */
#define RAM_LOW_BASE                                                                                                                       \
	0x10000000ull /* bus address below 4 GiB at which a device also reaches the RAM_LOW_SIZE bytes at ram_header.low: for NICs without \
	               */
#define RAM_LOW_SIZE                                                                                                                       \
	0x1000000ull /* 64-bit DMA. Bounce buffers and shared memory of theirs lie there; src/ndis/sharedmem.c makes it when one is used   \
	              */
#define RAM_MAGIC   0x4d415245554c46ull
#define RAM_PAGE    4096u
#define FLUE_NICS   4 /* adapters that one machine (one driver) can carry */
#define BUS_BARS    6
#define BUS_VECTORS 64 /* interrupt vectors of one NIC: MSI-X messages, or vector 0 for a line interrupt */
#define BUS_SLOTS   64 /* synchronous accesses in flight */
#define BUS_POSTED  1024

/* Descriptors that the machine is exec'd with. */
enum {
	MACHINE_FD_CONTROL = 3,
	MACHINE_FD_RAM = 4,
	MACHINE_FD_BUS_KICK = 5,                                      /* + nic: wakes that NIC's thread in the lab; only nics in use */
	MACHINE_FD_IRQ0 = MACHINE_FD_BUS_KICK + FLUE_NICS,            /* + nic * BUS_VECTORS + vector, only nics in use */
	MACHINE_FD_TRACE = MACHINE_FD_IRQ0 + FLUE_NICS * BUS_VECTORS, /* eventfd: wakes the lab when it sleeps on the trace rings */
	MACHINE_FD_PORT = MACHINE_FD_TRACE + 1,                       /* + nic: wakes the machine's end of that NIC's port */
	MACHINE_FD_PORT_LAB = MACHINE_FD_PORT + FLUE_NICS,            /* + nic: wakes the lab's end */
	MACHINE_FD_CONN = MACHINE_FD_PORT_LAB + FLUE_NICS,            /* + nic: wakes the machine's end of that NIC's connections */
	MACHINE_FD_CONN_LAB = MACHINE_FD_CONN + FLUE_NICS,            /* + nic: wakes the lab's end */
	MACHINE_FD_GUEST = MACHINE_FD_CONN_LAB + FLUE_NICS            /* + guest channel (machine/protocol.h); none in serial mode */
};

enum ram_flags {
	RAM_SERIAL = 1,     /* the scheduler's serial mode: one thread at a time, seeded, virtual clock */
	RAM_VERIFY = 2,     /* --verify */
	RAM_STRICT = 4,     /* NDIS strict profile (RP-038) */
	RAM_NO_SANDBOX = 8, /* debugging and tests only; `flue doctor` and every report say so */
};

struct ram_header {
	uint64_t magic;
	uint8_t build_id[20];
	uint32_t header_size;
	uint64_t ram_size;
	uint32_t cpus;
	uint32_t flags;
	uint64_t seed;
	uint32_t ndis_version; /* 0x00060054 = 6.84: the NDIS that we play */
	uint32_t nics;
	uint64_t trace_ctl, trace_ctl_size; /* offsets and sizes in bytes, page aligned */
	uint64_t trace_data, trace_data_size;
	uint64_t bus[FLUE_NICS];
	uint64_t port[FLUE_NICS]; /* struct port_shared (src/port/port.h); 0: no netdev */
	uint64_t conn[FLUE_NICS]; /* struct conn_shared (src/port/conn.h); 0: no connections */
	uint64_t publish, publish_size;
	uint64_t crash, crash_size;
	uint64_t image, image_size; /* image_size: bytes of the driver file */
	uint64_t pool_start;
	uint32_t features_off, reserved; /* bits of enum base_feature (base/feature.h) that FLUE_NO switches off */
	uint64_t low;                    /* RAM offset of the low window, written by the machine (check it!); 0 = none */
};

/* One synchronous access (BAR read, config space, port read, reset). The machine fills it, sets `state` to SLOT_ASKED and its bit in
 * `asked`, kicks, spins, sets SLOT_WAITING and waits on `state` (futex). */
enum bus_op {
	BUS_BAR_READ,
	BUS_BAR_WRITE_SYNC,
	BUS_CFG_READ,
	BUS_CFG_WRITE,
	BUS_RESET,
	BUS_FLUSH,
	BUS_POSTED_WRITE /* trace only */,
	BUS_INTERRUPT /* trace only */
};
enum { SLOT_FREE, SLOT_TAKEN, SLOT_ASKED, SLOT_WAITING /* asked, and the asker sleeps on the futex */, SLOT_ANSWERED };
struct bus_slot {
	_Atomic uint32_t state;
	uint32_t op;
	uint32_t bar;
	uint32_t size;
	uint64_t offset;
	uint64_t value;
};
/* A posted write. Ring of BUS_POSTED entries, one consumer (lab); producers in the machine serialize among themselves. */
struct bus_posted {
	uint64_t offset; /* bar << 56 | offset */
	uint64_t value;
	uint32_t size;
	uint32_t pad;
};
/* How a BAR's page is reached from the driver. Trap: every access is decoded and forwarded. Shadow: reads come from a page of RAM that the
 * model keeps up to date (mapped read-only, no trap), writes trap and are posted. */
enum bus_page { BUS_PAGE_TRAP, BUS_PAGE_SHADOW };
struct bus_bar {
	uint64_t size; /* bytes, power of two, 0 = absent */
	uint64_t phys; /* where the PnP manager placed it: physical address of a memory BAR, port number of an I/O BAR */
	uint32_t io;   /* 1 = I/O space */
	uint32_t shadow_pages;
	uint64_t shadow; /* RAM offset of shadow pages for the first shadow_pages pages of the BAR, 0 = none (lab: right after this NIC's
	                    bus_shared) */
};
struct bus_shared {
	/* written by the lab before the machine starts */
	uint16_t vendor, device, subvendor, subdevice;
	uint32_t class_code; /* 0x020000 */
	uint32_t revision;
	uint32_t msix_vectors;
	uint32_t present;
	struct bus_bar bar[BUS_BARS];
	/* machine -> lab */
	_Atomic uint32_t posted_head; /* next to write: machine */
	_Atomic uint32_t posted_tail; /* next to read: lab */
	_Atomic uint32_t lab_sleeps;  /* lab sets before it sleeps; the machine clears it and writes BUS_KICK */
	_Atomic uint32_t broken;      /* lab: this NIC is served no more; writes vanish, reads answer all ones */
	_Atomic uint64_t asked;       /* bit per slot that the machine set to SLOT_ASKED: saves the lab the search */
	struct bus_slot slot[BUS_SLOTS];
	struct bus_posted posted[BUS_POSTED];
	/* lab -> machine */
	_Atomic uint64_t irq_pending; /* bit per vector, set before the vector's eventfd is written */
	_Atomic uint64_t irq_masked;  /* machine: vectors masked (interrupt disabled) */
	/* counters for `flue show` and bench */
	_Atomic uint64_t traps, posted_writes, syncs, irqs;
};
