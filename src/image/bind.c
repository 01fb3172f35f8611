/*
 * Binding imports. A function that host->resolve() knows gets a stub:
 *
 *     mov r10, export        49 BA imm64
 *     mov r11, image_thunk   49 BB imm64
 *     jmp r11                41 FF E3
 *
 * (r10 and r11 carry nothing across a call in the Microsoft convention). Variables and `data` exports are bound to their address. What
 * nobody provides is bound to 16 bytes of inaccessible memory of its own: calling it or reading it as a variable faults there, and the
 * address names it.
 */
#include "image/internal.h"

static void write_stub(uint8_t *at, const struct image_export *x)
{
	void (*thunk)(void) = image_thunk;
	memset(at, 0xcc, IMAGE_STUB_BYTES);
	at[0] = 0x49;
	at[1] = 0xba;
	memcpy(at + 2, &x, 8);
	at[10] = 0x49;
	at[11] = 0xbb;
	memcpy(at + 12, &thunk, 8);
	at[20] = 0x41;
	at[21] = 0xff;
	at[22] = 0xe3;
}

int image_bind(struct image *m, struct err *e)
{
	for (unsigned i = 0; i < m->import_count; i++) {
		struct image_import *im = &m->imports[i];
		uint8_t *slot = (uint8_t *)(uintptr_t)pe_at(&m->pe, im->slot, 8);
		void *target;
		if (!slot)
			return err_set(e, EINVAL, "%s: broken import table: address slot of %s!%s at %#x", m->info.name, im->dll, im->name,
			               im->slot);
		m->info.imports++;
		im->export = host->resolve(im->dll, im->name);
		if (!im->export) {
			m->info.imports_missing++;
			target = m->base + m->traps + (size_t)i * IMAGE_TRAP_BYTES;
		} else if (im->export->data) {
			target = im->export->address;
		} else {
			target = m->base + m->stubs + (size_t)i * IMAGE_STUB_BYTES;
			write_stub(target, im->export);
		}
		memcpy(slot, &target, 8);
	}
	return 0;
}

const struct image_import *image_trap_import(const struct image *m, uint64_t address)
{
	uint64_t off = address - (uint64_t)m->base - m->traps;
	return off < (uint64_t)m->import_count * IMAGE_TRAP_BYTES ? &m->imports[off / IMAGE_TRAP_BYTES] : NULL;
}
