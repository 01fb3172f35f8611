/*
 * Instructions carried out on the driver's behalf: device memory (a page that is not there, or only readable), SharedUserData at its kernel
 * address, ports, cr8, model specific registers, interrupt flag, cache control. Everything is decoded by Zydis; what an instruction
 * computes is computed by the same instruction (alu below), so flags come out right.
 *
 * Only the memory operand whose page faulted is taken for a device: host->mmio() decides. The other operand of a string instruction is
 * ordinary memory (or another device) and is tried by guarded copy first. Accesses larger than 8 bytes are split into 8-byte ones, lowest
 * address first, as a bus would. Cost: about 12 us for the trap, below 1 us here, plus what the device takes; patch.c keeps cr8 and
 * SharedUserData out of here.
 */
#include "image/emulate.h"

#define KUSER_BASE 0xfffff78000000000ull

static bool is_kuser(uint64_t a, size_t size)
{
	return host->kuser_page && a >= KUSER_BASE && a + size <= KUSER_BASE + 4096;
}

static int access_piece(struct emu *e, uint64_t a, bool write, unsigned size, void *buf)
{
	uint64_t v = 0;
	if (is_kuser(a, size)) {
		if (write)
			return -1;
		memcpy(buf, (uint8_t *)host->kuser_page + (a - KUSER_BASE), size);
		e->done = true;
		return 0;
	}
	bool near = a >> 12 == e->device >> 12;
	if (!near && !(write ? image_guarded_copy((void *)a, buf, size) : image_guarded_copy(buf, (void *)a, size)))
		return 0;
	if (!host->mmio)
		return -1;
	if (write)
		memcpy(&v, buf, size);
	if (host->mmio(a, write, size, &v))
		return -1;
	if (!write)
		memcpy(buf, &v, size);
	e->done = true;
	return 0;
}

int emulate_access(struct emu *e, uint64_t a, bool write, unsigned size, void *buf)
{
	for (unsigned at = 0; at < size;) {
		unsigned piece = size - at >= 8 ? 8 : size - at >= 4 ? 4 : size - at >= 2 ? 2 : 1;
		if (access_piece(e, a + at, write, piece, (uint8_t *)buf + at))
			return -1;
		at += piece;
	}
	return 0;
}

/* Value of a general operand. */
static int get(struct emu *e, const ZydisDecodedOperand *o, uint64_t *v)
{
	*v = 0;
	switch (o->type) {
	case ZYDIS_OPERAND_TYPE_REGISTER: {
		bool high;
		if (image_reg_index(o->reg.value, &high) < 0)
			return -1;
		*v = image_reg_read(e->t, o->reg.value);
		return 0;
	}
	case ZYDIS_OPERAND_TYPE_IMMEDIATE:
		*v = o->imm.value.u;
		return 0;
	case ZYDIS_OPERAND_TYPE_MEMORY:
		return emulate_bytes(o) > 8 ? -1 : emulate_access(e, image_effective_address(e->t, e->n, o), false, emulate_bytes(o), v);
	default:
		return -1;
	}
}

static int put(struct emu *e, const ZydisDecodedOperand *o, uint64_t v)
{
	if (o->type == ZYDIS_OPERAND_TYPE_REGISTER) {
		image_reg_write(e->t, o->reg.value, v);
		return 0;
	}
	return emulate_bytes(o) > 8 ? -1 : emulate_access(e, image_effective_address(e->t, e->n, o), true, emulate_bytes(o), &v);
}

/* Bit tests address memory beyond the operand when the bit number is in a register. */
static int bit_test(struct emu *e)
{
	const ZydisDecodedOperand *o = &e->n->o[0], *b = &e->n->o[1];
	uint64_t bit, v = 0, a = image_effective_address(e->t, e->n, o);
	unsigned size = emulate_bytes(o);
	if (get(e, b, &bit))
		return 0;
	if (b->type == ZYDIS_OPERAND_TYPE_REGISTER)
		a += (uint64_t)((int64_t)emulate_sign_extend(bit, size) >> (size == 8 ? 6 : size == 4 ? 5 : 4)) * size;
	bit &= size * 8 - 1;
	if (emulate_access(e, a, false, size, &v))
		return 0;
	e->t->eflags = (e->t->eflags & ~1ull) | (v >> bit & 1);
	if (e->n->i.mnemonic == ZYDIS_MNEMONIC_BT)
		return 1;
	if (e->n->i.mnemonic == ZYDIS_MNEMONIC_BTS)
		v |= 1ull << bit;
	else if (e->n->i.mnemonic == ZYDIS_MNEMONIC_BTR)
		v &= ~(1ull << bit);
	else
		v ^= 1ull << bit;
	return emulate_access(e, a, true, size, &v) ? 0 : 1;
}

static int memory_insn(struct emu *e)
{
	struct image_trap *t = e->t;
	const ZydisDecodedInstruction *i = &e->n->i;
	const ZydisDecodedOperand *d = &e->n->o[0], *s = &e->n->o[1];
	unsigned size = emulate_bytes(d);
	uint64_t v, w;
	if (i->meta.category == ZYDIS_CATEGORY_STRINGOP || i->meta.category == ZYDIS_CATEGORY_IOSTRINGOP)
		return emulate_string(e);
	switch (i->mnemonic) {
	case ZYDIS_MNEMONIC_MOV:
	case ZYDIS_MNEMONIC_MOVNTI:
	case ZYDIS_MNEMONIC_MOVZX:
		return get(e, s, &v) || put(e, d, v) ? 0 : 1;
	case ZYDIS_MNEMONIC_MOVSX:
	case ZYDIS_MNEMONIC_MOVSXD:
		return get(e, s, &v) || put(e, d, emulate_sign_extend(v, emulate_bytes(s))) ? 0 : 1;
	case ZYDIS_MNEMONIC_MOVBE:
		if (get(e, s, &v))
			return 0;
		return put(e, d, __builtin_bswap64(v) >> (64 - size * 8)) ? 0 : 1;
	case ZYDIS_MNEMONIC_ADD:
	case ZYDIS_MNEMONIC_ADC:
	case ZYDIS_MNEMONIC_SUB:
	case ZYDIS_MNEMONIC_SBB:
	case ZYDIS_MNEMONIC_AND:
	case ZYDIS_MNEMONIC_OR:
	case ZYDIS_MNEMONIC_XOR:
		return get(e, d, &v) || get(e, s, &w) || !emulate_alu(t, i->mnemonic, size, &v, w) || put(e, d, v) ? 0 : 1;
	case ZYDIS_MNEMONIC_SHL:
	case ZYDIS_MNEMONIC_SHR:
	case ZYDIS_MNEMONIC_SAR:
	case ZYDIS_MNEMONIC_ROL:
	case ZYDIS_MNEMONIC_ROR:
		return get(e, d, &v) || get(e, s, &w) || !emulate_alu(t, i->mnemonic, size, &v, w & 0xff) || put(e, d, v) ? 0 : 1;
	case ZYDIS_MNEMONIC_CMP:
	case ZYDIS_MNEMONIC_TEST:
		return get(e, d, &v) || get(e, s, &w) || !emulate_alu(t, i->mnemonic, size, &v, w) ? 0 : 1;
	case ZYDIS_MNEMONIC_INC:
	case ZYDIS_MNEMONIC_DEC:
	case ZYDIS_MNEMONIC_NEG:
	case ZYDIS_MNEMONIC_NOT:
		return get(e, d, &v) || !emulate_alu(t, i->mnemonic, size, &v, 0) || put(e, d, v) ? 0 : 1;
	case ZYDIS_MNEMONIC_XCHG:
		return get(e, d, &v) || get(e, s, &w) || put(e, d, w) || put(e, s, v) ? 0 : 1;
	case ZYDIS_MNEMONIC_XADD: {
		if (get(e, d, &v) || get(e, s, &w))
			return 0;
		uint64_t old = v;
		return !emulate_alu(t, i->mnemonic, size, &v, w) || put(e, s, old) || put(e, d, v) ? 0 : 1;
	}
	case ZYDIS_MNEMONIC_CMPXCHG: {
		ZydisRegister acc = size == 1   ? ZYDIS_REGISTER_AL
		                    : size == 2 ? ZYDIS_REGISTER_AX
		                    : size == 4 ? ZYDIS_REGISTER_EAX
		                                : ZYDIS_REGISTER_RAX;
		if (get(e, d, &v) || get(e, s, &w))
			return 0;
		uint64_t a = image_reg_read(t, acc);
		emulate_alu(t, i->mnemonic, size, &a, v);
		if (!(t->eflags & 0x40)) {
			image_reg_write(t, acc, v);
			return 1;
		}
		return put(e, d, w) ? 0 : 1;
	}
	case ZYDIS_MNEMONIC_BT:
	case ZYDIS_MNEMONIC_BTS:
	case ZYDIS_MNEMONIC_BTR:
	case ZYDIS_MNEMONIC_BTC:
		return bit_test(e);
	case ZYDIS_MNEMONIC_PUSH:
		if (get(e, d, &v) || image_guarded_copy((void *)(t->reg[RSP] - 8), &v, 8))
			return 0;
		t->reg[RSP] -= 8;
		return 1;
	case ZYDIS_MNEMONIC_CLFLUSH:
	case ZYDIS_MNEMONIC_CLFLUSHOPT:
	case ZYDIS_MNEMONIC_CLWB:
		e->done = true;
		return host->mmio ? 1 : 0;
	case ZYDIS_MNEMONIC_MOVQ:
	case ZYDIS_MNEMONIC_VMOVQ:
		return emulate_vector(e, 8, 0, true);
	case ZYDIS_MNEMONIC_MOVD:
	case ZYDIS_MNEMONIC_VMOVD:
	case ZYDIS_MNEMONIC_MOVSS:
	case ZYDIS_MNEMONIC_VMOVSS:
		return emulate_vector(e, 4, 0, true);
	case ZYDIS_MNEMONIC_MOVSD: /* the scalar double; the string instruction went above */
	case ZYDIS_MNEMONIC_VMOVSD:
		return emulate_vector(e, 8, 0, true);
	case ZYDIS_MNEMONIC_MOVLPS:
	case ZYDIS_MNEMONIC_MOVLPD:
		return emulate_vector(e, 8, 0, false);
	case ZYDIS_MNEMONIC_MOVHPS:
	case ZYDIS_MNEMONIC_MOVHPD:
		return emulate_vector(e, 8, 8, false);
	case ZYDIS_MNEMONIC_MOVUPS:
	case ZYDIS_MNEMONIC_MOVAPS:
	case ZYDIS_MNEMONIC_MOVUPD:
	case ZYDIS_MNEMONIC_MOVAPD:
	case ZYDIS_MNEMONIC_MOVDQU:
	case ZYDIS_MNEMONIC_MOVDQA:
	case ZYDIS_MNEMONIC_MOVNTDQ:
	case ZYDIS_MNEMONIC_MOVNTDQA:
	case ZYDIS_MNEMONIC_MOVNTPS:
	case ZYDIS_MNEMONIC_MOVNTPD:
	case ZYDIS_MNEMONIC_LDDQU:
	case ZYDIS_MNEMONIC_VMOVUPS:
	case ZYDIS_MNEMONIC_VMOVAPS:
	case ZYDIS_MNEMONIC_VMOVUPD:
	case ZYDIS_MNEMONIC_VMOVAPD:
	case ZYDIS_MNEMONIC_VMOVDQU:
	case ZYDIS_MNEMONIC_VMOVDQA:
	case ZYDIS_MNEMONIC_VMOVDQU8:
	case ZYDIS_MNEMONIC_VMOVDQU16:
	case ZYDIS_MNEMONIC_VMOVDQU32:
	case ZYDIS_MNEMONIC_VMOVDQU64:
	case ZYDIS_MNEMONIC_VMOVDQA32:
	case ZYDIS_MNEMONIC_VMOVDQA64:
	case ZYDIS_MNEMONIC_VMOVNTDQ:
	case ZYDIS_MNEMONIC_VMOVNTDQA:
	case ZYDIS_MNEMONIC_VLDDQU:
		return emulate_vector(e, 0, 0, true);
	default:
		break;
	}
	/* SETcc m8 and CMOVcc r, m: the condition is in the opcode. */
	if (i->opcode_map == ZYDIS_OPCODE_MAP_0F && (i->opcode & 0xf0) == 0x90)
		return put(e, d, emulate_condition(t->eflags, i->opcode)) ? 0 : 1;
	if (i->opcode_map == ZYDIS_OPCODE_MAP_0F && (i->opcode & 0xf0) == 0x40) {
		if (get(e, s, &v))
			return 0;
		if (!emulate_condition(t->eflags, i->opcode))
			v = image_reg_read(t, d->reg.value);
		return put(e, d, v) ? 0 : 1;
	}
	return 0;
}

int image_emulate(struct image_trap *t, struct image_fault *f)
{
	struct insn n;
	struct emu e = {.t = t, .n = &n, .device = t->address};
	int done = 0;
	if (t->signo != SIGSEGV && t->signo != SIGBUS)
		return 0;
	if (t->trapno == 14 ? t->rip == t->address : !image_find(t->rip))
		return 0; /* an instruction fetch; or a #GP of our own */
	if (!image_decode(t->rip, &n))
		return 0;
	if (t->trapno == 14)
		done = memory_insn(&e) && e.done;
	else
		done = emulate_privileged(&e, f);
	if (done)
		t->rip += n.i.length;
	return done;
}
