/*
 * Moves between vector registers and device memory. The registers are in the XSAVE image of the trap: xmm0-15 in its legacy area; upper
 * halves of ymm (component 2), of zmm (6) and zmm16-31 (7) where CPUID leaf 0xD says.
 */
#include "image/emulate.h"
#include <cpuid.h>

/* 16 bytes number `lane` of vector register `r` in the saved state; `write` makes its component valid. NULL if the state does not have it.
 */
static uint8_t *vector_lane(struct image_trap *t, unsigned r, unsigned lane, bool write)
{
	static const uint8_t zero[16];
	uint8_t *x = t->xstate;
	uint64_t *present = (uint64_t *)(x + 512);
	if (r < 16 && lane == 0)
		return x + 160 + r * 16;
	unsigned component = r >= 16 ? 7 : lane == 1 ? 2 : 6, size = component == 2 ? 256 : component == 6 ? 512 : 1024, a, offset, c, d;
	if (!(t->xmask >> component & 1))
		return NULL;
	__cpuid_count(0xd, component, a, offset, c, d);
	if (!(*present >> component & 1)) {
		if (!write)
			return (uint8_t *)(uintptr_t)zero;
		memset(x + offset, 0, size);
		*present |= 1ull << component;
	}
	return x + offset + (component == 2 ? r * 16 : component == 6 ? r * 32 + (lane - 2) * 16 : (r - 16) * 64 + lane * 16);
}

/* SSE, AVX and AVX-512 moves between a vector register and memory. `size` bytes from byte `from` of the register. zero: a load clears the
 * rest. */
int emulate_vector(struct emu *e, unsigned size, unsigned from, bool zero)
{
	const ZydisDecodedOperand *mem = NULL, *reg = NULL;
	for (unsigned i = 0; i < e->n->i.operand_count_visible; i++) {
		const ZydisDecodedOperand *o = &e->n->o[i];
		if (o->type == ZYDIS_OPERAND_TYPE_MEMORY)
			mem = o;
		else if (o->type == ZYDIS_OPERAND_TYPE_REGISTER && o->reg.value >= ZYDIS_REGISTER_XMM0 &&
		         o->reg.value <= ZYDIS_REGISTER_ZMM31)
			reg = o;
	}
	bool vex = e->n->i.encoding != ZYDIS_INSTRUCTION_ENCODING_LEGACY;
	if (!mem || !reg || (vex && e->n->i.avx.mask.reg != ZYDIS_REGISTER_NONE && e->n->i.avx.mask.reg != ZYDIS_REGISTER_K0))
		return 0;
	if (!size)
		size = emulate_bytes(mem);
	unsigned r = (unsigned)(reg->reg.value - ZYDIS_REGISTER_XMM0) % 32;
	bool load = e->n->o[0].type == ZYDIS_OPERAND_TYPE_REGISTER;
	uint8_t b[64] = {0};
	uint64_t a = image_effective_address(e->t, e->n, mem);
	if (size > 64 || (load && emulate_access(e, a, false, size, b)))
		return 0;
	for (unsigned i = 0; i < size || (load && zero && i < 64); i += 16) {
		unsigned lane = (from + i) / 16, in = (from + i) % 16, n = i < size ? size - i : 0;
		n = n > 16 - in ? 16 - in : n;
		bool upper = i >= size;
		if (upper && (!vex || lane * 16 >= 64))
			break; /* legacy instructions keep the bits above 128 */
		uint8_t *p = vector_lane(e->t, r, lane, load && !upper);
		if (upper) {
			if (p && memcmp(p, b + 48, 16) && (p = vector_lane(e->t, r, lane, true)))
				memset(p, 0, 16);
			continue;
		}
		if (!p)
			return 0;
		if (!load)
			memcpy(b + i, p + in, n);
		else {
			if (zero)
				memset(p, 0, 16);
			memcpy(p + in, b + i, n);
		}
	}
	if (!load && emulate_access(e, a, true, size, b))
		return 0;
	return 1;
}
