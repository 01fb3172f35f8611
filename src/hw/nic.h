/*
 * hw: NICs. This header is both faces of it: what a NIC model is (struct nic_model, for src/hw/<model>/), and what the lab does with NICs.
 *
 * A model is one vtable: identity, BARs, reads and writes, reset, timers, settings. It is called by one thread only (the NIC's thread),
 * never concurrently, and reaches the world through nic_dma_*(), nic_irq(), nic_timer(), nic_fail(). The shape follows vfio-user's messages
 * (region read/write, DMA map and access, device reset, set irqs) so that a model in another process, or a real card, can take the vtable's
 * place. Models never see NDIS.
 *
 * Settings are NAME=VALUE: at creation (`--nic toe,capacity=1024,ipv6=off`), and at run time (`flue nic toe0 capacity=8`).
 */
#pragma once
#include "base/base.h"
#include "base/frame.h"
#include "bus/bus.h"
#include <jansson.h>
#include <sys/uio.h>

struct nic;
struct wire;

/* ------------------------------------------------------------------------------------------------------------------ a model */
struct nic_bar {
	uint64_t size; /* power of two; 0 = absent. Memory: at least 4096; I/O: at least 4 */
	bool io;
	unsigned shadow_pages; /* the first pages: reads come from nic_shadow() memory and never arrive at read() */
};
struct nic_identity {
	uint16_t vendor, device, subvendor, subdevice;
	uint32_t class_code; /* 0x020000 Ethernet */
	uint8_t revision;
	struct nic_bar bar[BUS_BARS];
	unsigned msix_vectors; /* 0: no MSI-X capability */
	unsigned msix_bar;     /* where the MSI-X table and pending bits are: nic.c serves them, the model never sees those offsets */
	uint32_t msix_table, msix_pba;
};
struct nic_model {
	const char *name;        /* "toe" */
	const char *summary;     /* for lists: "Flue's reference NIC" */
	uint16_t vendor, device; /* hardware id that selects this model when an INF names it; 0,0 = none (stub) */
	const char *settings;    /* one line per setting for --help: "capacity=N  connections the NIC can hold (0..65536)\n" */
	bool recovers;           /* see nic_fail() */
	/* Allocates the state with default settings (nic_set_state) and fills `id`. 0 or negative errno with a sentence. */
	int (*create)(struct nic *n, struct err *e);
	void (*destroy)(struct nic *n);
	/* One setting. `running` false: before power-on (fills id anew afterwards through identify()); true: on the NIC's thread while it
	 * runs. Errors name the legal values. */
	int (*set)(struct nic *n, const char *name, const char *value, bool running, struct err *e);
	int (*identify)(struct nic *n, struct nic_identity *id, struct err *e); /* after the settings, before power-on */
	void (*power_on)(struct nic *n); /* attached to a RAM: shadow memory is there; state as after a cold reset */
	uint64_t (*read)(struct nic *n, unsigned bar, uint64_t offset, unsigned size);
	void (*write)(struct nic *n, unsigned bar, uint64_t offset, unsigned size, uint64_t value);
	/* Configuration space: true: the access was the model's (a capability with side effects), `value` goes out or came in. NULL: none.
	 */
	bool (*config)(struct nic *n, bool write, unsigned offset, unsigned size, uint32_t *value);
	void (*reset)(struct nic *n); /* function level reset */
	void (*timer)(struct nic *n, unsigned timer);
	/* Data path; NULL: none. poll: called on every turn of the NIC's thread; does a batch (frames from the wire, packets of the
	 * queues); true: did something. idle: the thread is about to sleep: ask for doorbells, then look once more; true: there is work
	 * after all. */
	bool (*poll)(struct nic *n);
	bool (*idle)(struct nic *n);
	json_t *(*show)(struct nic *n); /* new reference; settings under "settings" as strings so that they can be given back */
};
/* ---- what a model may call, on the NIC's thread */
void *nic_state(struct nic *n);
void nic_set_state(struct nic *n, void *state);
const char *nic_name(const struct nic *n); /* "toe0" */
/* DMA by physical address of the machine. Everything is bounds-checked against RAM and the bus-master bit; a bad access moves no byte,
 * stops the NIC with a finding (nic_fail) and returns -EFAULT. Copies: the machine may change its memory at any time, so look at the copy.
 */
int nic_dma_read(struct nic *n, uint64_t phys, void *to, size_t bytes);
int nic_dma_write(struct nic *n, uint64_t phys, const void *from, size_t bytes);
/* The memory itself, for frames (never for descriptors: the machine can change it under our eyes); NULL: as a bad access above. */
void *nic_dma_map(struct nic *n, uint64_t phys, size_t bytes);
/* The wire this NIC is plugged into: frames out and in, on the NIC's thread; src/wire/wire.h says what comes back. Not plugged in: sends
 * vanish. */
int nic_wire_send(struct nic *n, const struct frame_info *info, const struct iovec *iov, unsigned count);
ssize_t nic_wire_receive(struct nic *n, struct frame_info *info, const struct iovec *iov, unsigned count);
bool nic_wire_gso(const struct nic *n); /* super-frames may pass */
bool nic_wire_dry(const struct nic *n); /* the last receive found nothing, and nothing has said since that there is more */
/* The machine runs in serial mode: do all that a register write asks before returning, ask for every doorbell. */
bool nic_serial(const struct nic *n);
/* Is [phys, phys+bytes) the machine's memory? Asks only. */
bool nic_dma_ok(const struct nic *n, uint64_t phys, size_t bytes);
/* Message interrupts in use (MSI-X enabled by the PCI bus driver)? Else there is the one INTx line. */
bool nic_irq_messages(const struct nic *n);
void nic_irq(struct nic *n, unsigned vector);  /* MSI-X message; with MSI-X off: an assertion of the line, whatever the vector */
void nic_irq_line(struct nic *n, bool level);  /* INTx level; a rising edge interrupts */
void *nic_shadow(struct nic *n, unsigned bar); /* shadow pages of a BAR; NULL if it has none */
/* Puts bytes into configuration space (vendor capabilities, odd ids); from identify() or power_on(). The write mask is left alone. */
void nic_config_poke(struct nic *n, unsigned offset, unsigned size, uint32_t value);
/* Links a list of capabilities that was put there by nic_config_poke() behind those that every NIC has; free for them: 0x5c to 0x6f and
 * 0xb0 to 0xff. From power_on(). */
void nic_config_chain(struct nic *n, unsigned offset);
#define NIC_TIMERS 8
void nic_timer(struct nic *n, unsigned timer, uint64_t after_ns); /* one shot; UINT64_MAX: off */
/* The machine (driver) did what no hardware survives: finding "nic: ...", the NIC stops until reset: DMA moves nothing, reads are all ones,
 * writes vanish. A model that `recovers` still gets its register accesses and may interrupt, so that it can say what happened and be
 * revived by its own reset (nic_recover). */
void nic_fail(struct nic *n, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void nic_recover(struct nic *n);
bool nic_failed(const struct nic *n, const char **why);
void nic_note(struct nic *n, const char *fmt, ...) __attribute__((format(printf, 2, 3))); /* TRACE_NIC */

/* ---- how the values of settings are written (spec.c) */
bool nic_setting_number(const char *s, uint32_t *out);                 /* decimal, 0x hex; false: no number of 32 bits */
int nic_setting_switch(const char *s);                                 /* on, yes, 1, up: 1; off, no, 0, down: 0; else -1 */
int nic_setting_mac(const char *value, uint8_t mac[6], struct err *e); /* a unicast address; -EINVAL with a sentence */

/* ----------------------------------------------------------------------------------------------------------------- the lab */
/* All models; NULL terminated. nic_model_for() finds by hardware id as INFs write it ("PCI\VEN_F1E0&DEV_7031&SUBSYS_..."; NULL: none). */
extern const struct nic_model nic_stub, nic_toe, nic_virtio_net;
const struct nic_model *const *nic_model_list(void);
const struct nic_model *nic_model_find(const char *name);
const struct nic_model *nic_model_for(const char *hardware_id);
/* "no model for PCI\VEN_xxxx&DEV_yyyy: models: toe, ...; a register stub: --nic stub,id=xxxx:yyyy,bar0=64K" */
void nic_model_missing(const char *hardware_id, char *out, size_t max);

/* `spec`: what follows --nic: "toe", "toe,capacity=1024,ipv6=off", "stub,id=1af4:1041,bar0=64K". `name`: "toe0". Nothing runs yet. */
int nic_create(const char *spec, const char *name, struct nic **out, struct err *e);
void nic_destroy(struct nic *n); /* stops it first */
const struct nic_identity *nic_identity(const struct nic *n);
const struct nic_model *nic_model_of(const struct nic *n);
/* "PCI\VEN_F1E0&DEV_7031&SUBSYS_0001F1E0&REV_01": most specific hardware id. */
void nic_hardware_id(const struct nic *n, char *out, size_t max);

/* Plugs the NIC into a wire, which it then owns; NULL pulls the plug. Before attach. */
void nic_plug(struct nic *n, struct wire *w);

struct nic_attach {
	void *ram; /* the lab's mapping of the whole RAM */
	uint64_t ram_size;
	unsigned index;      /* which of the machine's NICs: header.bus[index] */
	uint64_t bus_offset; /* where nic_layout_bytes() bytes are reserved for it: struct bus_shared, then shadow pages. Page aligned */
	int kick_fd;         /* EFD_NONBLOCK; owned by the caller, who also gives it to the machine as MACHINE_FD_BUS_KICK + index */
	const int
	        *irq_fd; /* nic_vectors() eventfds, EFD_NONBLOCK; the machine gets them as MACHINE_FD_IRQ0 + index * BUS_VECTORS + vector */
	bool serial;
	/* A finding ("nic", "bus"); called on the NIC's thread. NULL: TRACE_FINDING only. */
	void (*finding)(void *ctx, struct nic *n, const char *klass, const char *text);
	void *ctx;
};
uint64_t nic_layout_bytes(const struct nic *n); /* multiple of the page size */
unsigned nic_vectors(const struct nic *n);      /* eventfds it needs: at least 1 */
/* Plugs it into a machine: formats its bus memory, assigns BAR addresses, powers it on, starts its thread. A NIC outlives machines: detach,
 * attach again. */
int nic_attach(struct nic *n, const struct nic_attach *a, struct err *e);
void nic_detach(struct nic *n); /* joins the thread; settings and state stay, the next attach is a cold boot */

/* One setting, from any thread of the lab; on a running NIC it is carried out by the NIC's thread before this returns. */
int nic_set(struct nic *n, const char *name, const char *value, struct err *e);
/* {name, model, summary, pci, state:"running|off|failed", failure, settings:{}, bus:{posted,reads,irqs,...}, ...model's own}. New
 * reference. */
json_t *nic_show(struct nic *n);
/* All that the machine asked before this call is done when it returns. For tests and orderly ends. */
void nic_drain(struct nic *n);
