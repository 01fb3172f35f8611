/*
 * PCI configuration space of a NIC: type 0 header (PCI Local Bus 3.0, 6.2), power management (PCI PM 1.2), MSI-X (6.8.2), PCI Express
 * endpoint (PCIe 3.0, 7.8).
 *
 * A byte array and a mask of the bits that writes change; the few registers with side effects are handled by hand. BAR addresses are
 * assigned by the lab (nic.c) and do not move: a driver that sizes a BAR by writing all ones reads the size mask back, and what it restores
 * is what was there.
 */
#include "hw/internal.h"
#include <string.h>

enum {
	VENDOR = 0x00,
	DEVICE = 0x02,
	COMMAND = 0x04,
	STATUS = 0x06,
	REVISION = 0x08,
	CLASS = 0x09,
	BAR0 = 0x10,
	SUBVENDOR = 0x2c,
	SUBDEVICE = 0x2e,
	CAPS = 0x34,
	INT_LINE = 0x3c,
	INT_PIN = 0x3d,
	CAP_PM = 0x40,
	CAP_MSIX = 0x50,
	CAP_EXPRESS = 0x70,
	CMD_IO = 1,
	CMD_MEMORY = 2,
	CMD_MASTER = 4,
	CMD_INTX_OFF = 0x400,
	MSIX_ENABLE = 0x8000,
	MSIX_MASK_ALL = 0x4000,
	EXPRESS_DEVCTL = 8,
	DEVCTL_FLR = 0x8000,
};

static void put(struct pci *p, unsigned at, unsigned size, uint32_t v)
{
	memcpy(p->space + at, &v, size);
}

static uint32_t get(const struct pci *p, unsigned at, unsigned size)
{
	uint32_t v = 0;
	memcpy(&v, p->space + at, size);
	return v;
}

static void allow(struct pci *p, unsigned at, unsigned size, uint32_t mask)
{
	memcpy(p->writable + at, &mask, size);
}

/* What firmware leaves behind: decoding and bus mastering on, interrupts by line. */
static void power_on_values(struct pci *p)
{
	put(p, COMMAND, 2, CMD_IO | CMD_MEMORY | CMD_MASTER);
	if (p->cap_msix)
		put(p, p->cap_msix + 2, 2, p->id.msix_vectors - 1);
	memset(p->table, 0, sizeof p->table);
	for (unsigned v = 0; v < BUS_VECTORS; v++)
		p->table[v][3] = 1;
	p->pending = 0;
}

void pci_init(struct pci *p, const struct nic_identity *id)
{
	memset(p, 0, sizeof *p);
	p->id = *id;
	put(p, VENDOR, 2, id->vendor);
	put(p, DEVICE, 2, id->device);
	put(p, STATUS, 2, 0x0010);
	put(p, REVISION, 1, id->revision);
	put(p, CLASS, 1, id->class_code & 0xff);
	put(p, CLASS + 1, 2, id->class_code >> 8);
	put(p, SUBVENDOR, 2, id->subvendor);
	put(p, SUBDEVICE, 2, id->subdevice);
	put(p, INT_LINE, 1, 0x0b);
	put(p, INT_PIN, 1, 1);
	allow(p, COMMAND, 2, CMD_IO | CMD_MEMORY | CMD_MASTER | 0x140 | CMD_INTX_OFF);
	allow(p, 0x0c, 1, 0xff); /* cache line size */
	allow(p, INT_LINE, 1, 0xff);
	for (unsigned b = 0; b < BUS_BARS; b++)
		if (id->bar[b].size) {
			put(p, BAR0 + b * 4, 4, id->bar[b].io);
			allow(p, BAR0 + b * 4, 4, ~(uint32_t)(id->bar[b].size - 1) & (id->bar[b].io ? ~3u : ~15u));
		}

	put(p, CAPS, 1, CAP_PM);
	put(p, CAP_PM, 4, 0x00030001);     /* version 3, no PME */
	put(p, CAP_PM + 4, 4, 0x00000008); /* no soft reset: D3hot keeps the function's state */
	allow(p, CAP_PM + 4, 4, 0x00000003);
	unsigned last = CAP_PM;
	if (id->msix_vectors) {
		p->cap_msix = CAP_MSIX;
		put(p, last + 1, 1, CAP_MSIX);
		put(p, CAP_MSIX, 2, 0x0011);
		put(p, CAP_MSIX + 4, 4, id->msix_table | id->msix_bar);
		put(p, CAP_MSIX + 8, 4, id->msix_pba | id->msix_bar);
		allow(p, CAP_MSIX + 2, 2, MSIX_ENABLE | MSIX_MASK_ALL);
		last = CAP_MSIX;
	}
	p->cap_express = CAP_EXPRESS;
	put(p, last + 1, 1, CAP_EXPRESS);
	put(p, CAP_EXPRESS, 4, 0x00020010);     /* version 2 endpoint */
	put(p, CAP_EXPRESS + 4, 4, 0x10008001); /* FLR, 256 byte payload */
	put(p, CAP_EXPRESS + 8, 4, 0x00002810);
	allow(p, CAP_EXPRESS + 8, 2, 0x7fff);
	put(p, CAP_EXPRESS + 12, 4, 0x00000083); /* 8 GT/s, x8 */
	put(p, CAP_EXPRESS + 18, 2, 0x0083);
	power_on_values(p);
}

void pci_assign(struct pci *p, unsigned bar, uint64_t address)
{
	p->probe[bar] = address;
	put(p, BAR0 + bar * 4, 4, (uint32_t)address | p->id.bar[bar].io);
}

void pci_reset(struct pci *p)
{
	const uint32_t command = get(p, COMMAND, 2);
	const uint32_t control = p->cap_msix ? get(p, p->cap_msix + 2, 2) : 0;
	uint32_t table[BUS_VECTORS][4];
	memcpy(table, p->table, sizeof table);
	power_on_values(p);
	/* The bus driver saves and restores its part of the configuration around a function reset; drivers see it unchanged. */
	put(p, COMMAND, 2, command);
	if (p->cap_msix)
		put(p, p->cap_msix + 2, 2, control);
	memcpy(p->table, table, sizeof table);
}

uint32_t pci_read(const struct pci *p, unsigned offset, unsigned size)
{
	return get(p, offset, size);
}

bool pci_write(struct pci *p, unsigned offset, unsigned size, uint32_t value)
{
	if (offset <= p->cap_express + EXPRESS_DEVCTL + 1 && offset + size > p->cap_express + EXPRESS_DEVCTL + 1) {
		const unsigned shift = (p->cap_express + EXPRESS_DEVCTL + 1 - offset) * 8;
		if ((value >> shift) & (DEVCTL_FLR >> 8))
			return true;
	}
	for (unsigned i = 0; i < size; i++) {
		const uint8_t mask = p->writable[offset + i], byte = (uint8_t)(value >> (i * 8));
		p->space[offset + i] = (uint8_t)((p->space[offset + i] & ~mask) | (byte & mask));
	}
	return false;
}

bool pci_bus_master(const struct pci *p)
{
	return get(p, COMMAND, 2) & CMD_MASTER;
}

bool pci_msix_on(const struct pci *p)
{
	return p->cap_msix && (get(p, p->cap_msix + 2, 2) & MSIX_ENABLE);
}

bool pci_intx_on(const struct pci *p)
{
	return !pci_msix_on(p) && !(get(p, COMMAND, 2) & CMD_INTX_OFF);
}

static bool table_at(const struct pci *p, unsigned bar, uint64_t offset, unsigned *word)
{
	const uint64_t at = offset - p->id.msix_table;
	if (!p->id.msix_vectors || bar != p->id.msix_bar || offset < p->id.msix_table || at >= p->id.msix_vectors * 16ull)
		return false;
	*word = (unsigned)(at / 4);
	return true;
}

bool pci_table_read(const struct pci *p, unsigned bar, uint64_t offset, unsigned size, uint64_t *value)
{
	unsigned w;
	if (table_at(p, bar, offset, &w)) {
		*value = p->table[w / 4][w % 4];
		if (size == 8 && w % 2 == 0)
			*value |= (uint64_t)p->table[w / 4][w % 4 + 1] << 32;
		return true;
	}
	if (p->id.msix_vectors && bar == p->id.msix_bar && offset >= p->id.msix_pba && offset < p->id.msix_pba + 8) {
		*value = p->pending >> ((offset - p->id.msix_pba) * 8);
		return true;
	}
	return false;
}

bool pci_table_write(struct pci *p, unsigned bar, uint64_t offset, unsigned size, uint64_t value)
{
	unsigned w;
	if (table_at(p, bar, offset, &w)) {
		/* Only naturally aligned 4 and 8 byte writes are defined (6.8.2). */
		if (offset % 4 == 0 && size >= 4)
			p->table[w / 4][w % 4] = (uint32_t)value;
		if (offset % 8 == 0 && size == 8)
			p->table[w / 4][w % 4 + 1] = (uint32_t)(value >> 32);
		return true;
	}
	return p->id.msix_vectors && bar == p->id.msix_bar && offset >= p->id.msix_pba && offset < p->id.msix_pba + 8;
}

bool pci_msix_send(struct pci *p, unsigned vector)
{
	if (vector >= p->id.msix_vectors)
		return false;
	if ((p->table[vector][3] & 1) || (get(p, p->cap_msix + 2, 2) & MSIX_MASK_ALL)) {
		p->pending |= 1ull << vector;
		return false;
	}
	return true;
}

uint64_t pci_msix_released(struct pci *p)
{
	uint64_t out = 0;
	if (!p->pending || !pci_msix_on(p) || (get(p, p->cap_msix + 2, 2) & MSIX_MASK_ALL))
		return 0;
	for (unsigned v = 0; v < p->id.msix_vectors; v++)
		if ((p->pending >> v & 1) && !(p->table[v][3] & 1))
			out |= 1ull << v;
	p->pending &= ~out;
	return out;
}
