/*
 * Naming addresses: module + RVA and, where the image itself has names (exports, COFF symbols), the nearest symbol below. PDB and DWARF are
 * the lab's.
 */
#include "image/internal.h"
#include <stdio.h>

uint64_t image_original_ip(uint64_t ip)
{
	const struct image *m = image_find(ip);
	if (!m || !m->moved_count)
		return ip;
	uint64_t off = ip - (uint64_t)m->base;
	if (off < m->patches || off >= m->traps)
		return ip;
	unsigned low = 0, high = m->moved_count; /* the last entry with stub <= off */
	while (low + 1 < high) {
		unsigned mid = (low + high) / 2;
		if (m->moved[mid].stub <= off)
			low = mid;
		else
			high = mid;
	}
	return m->moved[low].stub <= off ? (uint64_t)m->base + m->moved[low].original : ip;
}

void image_where(const void *address, struct image_where *w)
{
	memset(w, 0, sizeof(*w));
	struct image *m = image_find((uint64_t)address);
	if (!m)
		return;
	w->image = m;
	snprintf(w->module, sizeof(w->module), "%s", m->info.name);
	w->rva = (uint32_t)(image_original_ip((uint64_t)address) - (uint64_t)m->base);
	unsigned low = 0, high = m->symbol_count;
	while (low < high) {
		unsigned mid = (low + high) / 2;
		if (m->symbols[mid].rva <= w->rva)
			low = mid + 1;
		else
			high = mid;
	}
	/* A symbol of another section, or far below, is no name for this address. */
	if (low && w->rva < m->pe.image_size && pe_section_of(&m->pe, w->rva) == pe_section_of(&m->pe, m->symbols[low - 1].rva) &&
	    w->rva - m->symbols[low - 1].rva < 64u << 10)
		snprintf(w->symbol, sizeof(w->symbol), "%s", m->symbols[low - 1].name);
}
