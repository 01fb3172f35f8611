/* What nic.c, pci.c and spec.c share: one NIC as the lab holds it. Models see nic.h only. */
#pragma once
#include "hw/nic.h"
#include <pthread.h>

/* ---- pci.c: configuration space, type 0, with power management, MSI-X and PCI Express capabilities */
#define PCI_SPACE 4096
struct pci {
	uint8_t space[PCI_SPACE];
	uint8_t writable[PCI_SPACE]; /* bits that a write changes */
	struct nic_identity id;
	unsigned cap_msix, cap_express; /* offsets, 0 = none */
	uint32_t table[BUS_VECTORS][4]; /* MSI-X table */
	uint64_t pending;               /* MSI-X pending bits */
	uint64_t probe[BUS_BARS];       /* BAR addresses as assigned */
};
void pci_init(struct pci *p, const struct nic_identity *id);
void pci_assign(struct pci *p, unsigned bar, uint64_t address);
void pci_reset(struct pci *p); /* function level: command, MSI-X; BARs stay (we restore them as the bus driver would) */
uint32_t pci_read(const struct pci *p, unsigned offset, unsigned size);
/* True: the write asks for a function level reset. */
bool pci_write(struct pci *p, unsigned offset, unsigned size, uint32_t value);
bool pci_bus_master(const struct pci *p);
bool pci_msix_on(const struct pci *p);
bool pci_intx_on(const struct pci *p);
/* The MSI-X structures in a BAR. True: the offset is theirs. */
bool pci_table_read(const struct pci *p, unsigned bar, uint64_t offset, unsigned size, uint64_t *value);
bool pci_table_write(struct pci *p, unsigned bar, uint64_t offset, unsigned size, uint64_t value);
/* May this vector be sent now? False: masked, it is pending. */
bool pci_msix_send(struct pci *p, unsigned vector);
/* Vectors that became sendable since they were held back; clears them. */
uint64_t pci_msix_released(struct pci *p);

enum nic_work_kind { NIC_WORK_SET, NIC_WORK_SHOW, NIC_WORK_DRAIN, NIC_WORK_STOP };
struct nic_work {
	struct list link;
	enum nic_work_kind kind;
	const char *name, *value;
	struct err *err;
	json_t *json;
	int result;
	bool done;
};
struct nic {
	const struct nic_model *model;
	char name[32];
	void *state;
	struct pci pci;
	bool failed;
	char why[256];

	/* attached */
	bool attached;
	struct nic_attach at;
	struct bus_shared *shared;
	struct bus_lab bus;
	uint64_t dma_from; /* first byte of RAM that DMA may touch: what is below belongs to the seams */
	uint64_t ram_size;
	uint64_t shadow[BUS_BARS];  /* RAM offsets */
	uint64_t timer[NIC_TIMERS]; /* CLOCK_MONOTONIC, UINT64_MAX = off */
	bool line;

	/* the wire it is plugged into; owned */
	struct wire *wire;
	bool wire_dry;         /* the last receive found nothing: its descriptor tells when there is more */
	bool wire_dead;        /* ... failed in a way that says no frame was there */
	bool wire_full;        /* the last send found no room */
	unsigned spin;         /* turns without work since the last one with */
	uint64_t spin_ns;      /* how long to go on looking before sleeping */
	_Atomic bool has_work; /* `work` is not empty: saves the lock on every turn */

	pthread_t thread;
	pthread_mutex_t lock; /* work */
	pthread_cond_t done;
	struct list work;
};

/* A NIC with default settings (nic.c); nic_create() in spec.c applies the settings of the --nic argument. */
int nic_open(const struct nic_model *model, const char *name, struct nic **out, struct err *e);
