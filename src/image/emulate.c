/*
 * Instructions carried out on the driver's behalf: device memory (a page that is not there, or only readable), SharedUserData at its kernel address, ports,
 * cr8, model specific registers, interrupt flag, cache control. Everything is decoded by Zydis; what an instruction computes is computed by the same
 * instruction (alu below), so flags come out right.
 *
 * Only the memory operand whose page faulted is taken for a device: host->mmio() decides. The other operand of a string instruction is ordinary memory (or
 * another device) and is tried by guarded copy first. Accesses larger than 8 bytes are split into 8-byte ones, lowest address first, as a bus would.
 * Cost: about 12 us for the trap, below 1 us here, plus what the device takes; patch.c keeps cr8 and SharedUserData out of here.
 */
#include "image/decode.h"
#include <cpuid.h>
#include <sched.h>

#define KUSER_BASE   0xfffff78000000000ull
#define ARITH_FLAGS  0x8d5ull /* CF PF AF ZF SF OF */
#define FLAG_DF      0x400ull

struct emu {
	struct image_trap *t;
	struct insn *n;
	uint64_t device; /* address whose page faulted */
	bool done;       /* a device or SharedUserData took part */
};

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

static int access_memory(struct emu *e, uint64_t a, bool write, unsigned size, void *buf)
{
	for (unsigned at = 0; at < size;) {
		unsigned piece = size - at >= 8 ? 8 : size - at >= 4 ? 4 : size - at >= 2 ? 2 : 1;
		if (access_piece(e, a + at, write, piece, (uint8_t *)buf + at))
			return -1;
		at += piece;
	}
	return 0;
}

static unsigned bytes_of(const ZydisDecodedOperand *o)
{
	return o->size / 8;
}

static uint64_t truncate_to(uint64_t v, unsigned size)
{
	return size >= 8 ? v : v & ((1ull << size * 8) - 1);
}

static uint64_t sign_extend(uint64_t v, unsigned size)
{
	return size >= 8 ? v : (uint64_t)((int64_t)(v << (64 - size * 8)) >> (64 - size * 8));
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
		return bytes_of(o) > 8 ? -1 : access_memory(e, image_effective_address(e->t, e->n, o), false, bytes_of(o), v);
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
	return bytes_of(o) > 8 ? -1 : access_memory(e, image_effective_address(e->t, e->n, o), true, bytes_of(o), &v);
}

/* a = a OP b as the processor does it, with its flags. The asm steps over the red zone because it pushes. */
#define ALU_SIZED(text, suffix)                                                                                                                           \
	__asm__("leaq -128(%%rsp), %%rsp\n\tpushq %1\n\tpopfq\n\t" text suffix "\n\tpushfq\n\tpopq %1\n\tleaq 128(%%rsp), %%rsp"                               \
		: "+r"(a), "+r"(fl)                                                                                                                            \
		: "c"(b)                                                                                                                                       \
		: "cc", "memory")
#define ALU2(text)                                                                                                                                             \
	switch (size) {                                                                                                                                        \
	case 1:                                                                                                                                                \
		ALU_SIZED(text, "b %b2, %b0");                                                                                                               \
		break;                                                                                                                                         \
	case 2:                                                                                                                                                \
		ALU_SIZED(text, "w %w2, %w0");                                                                                                               \
		break;                                                                                                                                         \
	case 4:                                                                                                                                                \
		ALU_SIZED(text, "l %k2, %k0");                                                                                                               \
		break;                                                                                                                                         \
	default:                                                                                                                                               \
		ALU_SIZED(text, "q %q2, %q0");                                                                                                               \
	}                                                                                                                                                      \
	break
#define ALU_SHIFT(text)                                                                                                                                        \
	switch (size) {                                                                                                                                        \
	case 1:                                                                                                                                                \
		ALU_SIZED(text, "b %%cl, %b0");                                                                                                              \
		break;                                                                                                                                         \
	case 2:                                                                                                                                                \
		ALU_SIZED(text, "w %%cl, %w0");                                                                                                              \
		break;                                                                                                                                         \
	case 4:                                                                                                                                                \
		ALU_SIZED(text, "l %%cl, %k0");                                                                                                              \
		break;                                                                                                                                         \
	default:                                                                                                                                               \
		ALU_SIZED(text, "q %%cl, %q0");                                                                                                              \
	}                                                                                                                                                      \
	break
#define ALU1(text)                                                                                                                                             \
	switch (size) {                                                                                                                                        \
	case 1:                                                                                                                                                \
		ALU_SIZED(text, "b %b0");                                                                                                                    \
		break;                                                                                                                                         \
	case 2:                                                                                                                                                \
		ALU_SIZED(text, "w %w0");                                                                                                                    \
		break;                                                                                                                                         \
	case 4:                                                                                                                                                \
		ALU_SIZED(text, "l %k0");                                                                                                                    \
		break;                                                                                                                                         \
	default:                                                                                                                                               \
		ALU_SIZED(text, "q %q0");                                                                                                                    \
	}                                                                                                                                                      \
	break

static bool alu(struct image_trap *t, ZydisMnemonic op, unsigned size, uint64_t *value, uint64_t b)
{
	uint64_t a = *value, fl = t->eflags & ARITH_FLAGS;
	switch (op) {
	case ZYDIS_MNEMONIC_ADD:
	case ZYDIS_MNEMONIC_XADD:
		ALU2("add");
	case ZYDIS_MNEMONIC_ADC:
		ALU2("adc");
	case ZYDIS_MNEMONIC_SUB:
		ALU2("sub");
	case ZYDIS_MNEMONIC_CMP:
	case ZYDIS_MNEMONIC_CMPXCHG:
		ALU2("cmp");
	case ZYDIS_MNEMONIC_SBB:
		ALU2("sbb");
	case ZYDIS_MNEMONIC_AND:
		ALU2("and");
	case ZYDIS_MNEMONIC_TEST:
		ALU2("test");
	case ZYDIS_MNEMONIC_OR:
		ALU2("or");
	case ZYDIS_MNEMONIC_XOR:
		ALU2("xor");
	case ZYDIS_MNEMONIC_INC:
		ALU1("inc");
	case ZYDIS_MNEMONIC_DEC:
		ALU1("dec");
	case ZYDIS_MNEMONIC_NEG:
		ALU1("neg");
	case ZYDIS_MNEMONIC_NOT:
		ALU1("not");
	case ZYDIS_MNEMONIC_SHL:
		ALU_SHIFT("shl");
	case ZYDIS_MNEMONIC_SHR:
		ALU_SHIFT("shr");
	case ZYDIS_MNEMONIC_SAR:
		ALU_SHIFT("sar");
	case ZYDIS_MNEMONIC_ROL:
		ALU_SHIFT("rol");
	case ZYDIS_MNEMONIC_ROR:
		ALU_SHIFT("ror");
	default:
		return false;
	}
	*value = a;
	t->eflags = (t->eflags & ~ARITH_FLAGS) | (fl & ARITH_FLAGS);
	return true;
}

/* The condition of SETcc and CMOVcc: the low four bits of their opcodes. */
static bool condition(uint64_t flags, unsigned code)
{
	bool cf = flags & 1, pf = flags & 4, zf = flags & 0x40, sf = flags & 0x80, of = flags & 0x800, r;
	switch (code >> 1 & 7) {
	case 0:
		r = of;
		break;
	case 1:
		r = cf;
		break;
	case 2:
		r = zf;
		break;
	case 3:
		r = cf || zf;
		break;
	case 4:
		r = sf;
		break;
	case 5:
		r = pf;
		break;
	case 6:
		r = sf != of;
		break;
	default:
		r = zf || sf != of;
	}
	return r != (code & 1);
}

/* 16 bytes number `lane` of vector register `r` in the saved state; `write` makes its component valid. NULL if the state does not have it. */
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

/* SSE, AVX and AVX-512 moves between a vector register and memory. `size` bytes from byte `from` of the register. zero: a load clears the rest. */
static int vector_move(struct emu *e, unsigned size, unsigned from, bool zero)
{
	const ZydisDecodedOperand *mem = NULL, *reg = NULL;
	for (unsigned i = 0; i < e->n->i.operand_count_visible; i++) {
		const ZydisDecodedOperand *o = &e->n->o[i];
		if (o->type == ZYDIS_OPERAND_TYPE_MEMORY)
			mem = o;
		else if (o->type == ZYDIS_OPERAND_TYPE_REGISTER && o->reg.value >= ZYDIS_REGISTER_XMM0 && o->reg.value <= ZYDIS_REGISTER_ZMM31)
			reg = o;
	}
	bool vex = e->n->i.encoding != ZYDIS_INSTRUCTION_ENCODING_LEGACY;
	if (!mem || !reg || (vex && e->n->i.avx.mask.reg != ZYDIS_REGISTER_NONE && e->n->i.avx.mask.reg != ZYDIS_REGISTER_K0))
		return 0;
	if (!size)
		size = bytes_of(mem);
	unsigned r = (unsigned)(reg->reg.value - ZYDIS_REGISTER_XMM0) % 32;
	bool load = e->n->o[0].type == ZYDIS_OPERAND_TYPE_REGISTER;
	uint8_t b[64] = {0};
	uint64_t a = image_effective_address(e->t, e->n, mem);
	if (size > 64 || (load && access_memory(e, a, false, size, b)))
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
	if (!load && access_memory(e, a, true, size, b))
		return 0;
	return 1;
}

static int string_move(struct emu *e)
{
	struct image_trap *t = e->t;
	struct insn *n = e->n;
	ZydisMnemonic op = n->i.mnemonic;
	unsigned size = 8;
	bool rep = n->i.attributes & (ZYDIS_ATTRIB_HAS_REP | ZYDIS_ATTRIB_HAS_REPE | ZYDIS_ATTRIB_HAS_REPNE), until_equal = n->i.attributes & ZYDIS_ATTRIB_HAS_REPNE;
	bool in = op == ZYDIS_MNEMONIC_INSB || op == ZYDIS_MNEMONIC_INSW || op == ZYDIS_MNEMONIC_INSD;
	bool out = op == ZYDIS_MNEMONIC_OUTSB || op == ZYDIS_MNEMONIC_OUTSW || op == ZYDIS_MNEMONIC_OUTSD;
	bool movs = op == ZYDIS_MNEMONIC_MOVSB || op == ZYDIS_MNEMONIC_MOVSW || op == ZYDIS_MNEMONIC_MOVSD || op == ZYDIS_MNEMONIC_MOVSQ;
	bool stos = op == ZYDIS_MNEMONIC_STOSB || op == ZYDIS_MNEMONIC_STOSW || op == ZYDIS_MNEMONIC_STOSD || op == ZYDIS_MNEMONIC_STOSQ;
	bool lods = op == ZYDIS_MNEMONIC_LODSB || op == ZYDIS_MNEMONIC_LODSW || op == ZYDIS_MNEMONIC_LODSD || op == ZYDIS_MNEMONIC_LODSQ;
	bool cmps = op == ZYDIS_MNEMONIC_CMPSB || op == ZYDIS_MNEMONIC_CMPSW || op == ZYDIS_MNEMONIC_CMPSD || op == ZYDIS_MNEMONIC_CMPSQ;
	bool scas = op == ZYDIS_MNEMONIC_SCASB || op == ZYDIS_MNEMONIC_SCASW || op == ZYDIS_MNEMONIC_SCASD || op == ZYDIS_MNEMONIC_SCASQ;
	const ZydisDecodedOperand *m = image_memory_operand(n);
	if (!(in || out || movs || stos || lods || cmps || scas) || !m || n->i.address_width != 64)
		return 0;
	size = bytes_of(m);
	while (!rep || t->reg[RCX]) {
		uint64_t v = 0, w = 0;
		uint32_t p = 0;
		uint64_t step = t->eflags & FLAG_DF ? -(uint64_t)size : size;
		if (in) {
			if (!host->port || host->port((uint16_t)t->reg[RDX], 0, size, &p))
				return 0;
			v = p;
			e->done = true;
		}
		if ((movs || lods || cmps || out) && access_memory(e, t->reg[RSI], false, size, &v))
			return 0;
		if ((cmps || scas) && access_memory(e, t->reg[RDI], false, size, &w))
			return 0;
		if (stos)
			v = t->reg[RAX];
		if (scas)
			v = truncate_to(t->reg[RAX], size);
		if ((movs || stos || in) && access_memory(e, t->reg[RDI], true, size, &v))
			return 0;
		if (out) {
			p = (uint32_t)v;
			if (!host->port || host->port((uint16_t)t->reg[RDX], 1, size, &p))
				return 0;
			e->done = true;
		}
		if (lods)
			t->reg[RAX] = size == 4 ? v : size == 8 ? v : (t->reg[RAX] & ~((1ull << size * 8) - 1)) | v;
		if (cmps || scas)
			alu(t, ZYDIS_MNEMONIC_CMP, size, &v, w);
		if (movs || lods || cmps || out)
			t->reg[RSI] += step;
		if (movs || stos || in || cmps || scas)
			t->reg[RDI] += step;
		if (!rep)
			break;
		t->reg[RCX]--;
		if ((cmps || scas) && (((t->eflags & 0x40) != 0) == until_equal))
			break;
	}
	return 1;
}

/* Bit tests address memory beyond the operand when the bit number is in a register. */
static int bit_test(struct emu *e)
{
	const ZydisDecodedOperand *o = &e->n->o[0], *b = &e->n->o[1];
	uint64_t bit, v = 0, a = image_effective_address(e->t, e->n, o);
	unsigned size = bytes_of(o);
	if (get(e, b, &bit))
		return 0;
	if (b->type == ZYDIS_OPERAND_TYPE_REGISTER)
		a += (uint64_t)((int64_t)sign_extend(bit, size) >> (size == 8 ? 6 : size == 4 ? 5 : 4)) * size;
	bit &= size * 8 - 1;
	if (access_memory(e, a, false, size, &v))
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
	return access_memory(e, a, true, size, &v) ? 0 : 1;
}

static int memory_insn(struct emu *e)
{
	struct image_trap *t = e->t;
	const ZydisDecodedInstruction *i = &e->n->i;
	const ZydisDecodedOperand *d = &e->n->o[0], *s = &e->n->o[1];
	unsigned size = bytes_of(d);
	uint64_t v, w;
	if (i->meta.category == ZYDIS_CATEGORY_STRINGOP || i->meta.category == ZYDIS_CATEGORY_IOSTRINGOP)
		return string_move(e);
	switch (i->mnemonic) {
	case ZYDIS_MNEMONIC_MOV:
	case ZYDIS_MNEMONIC_MOVNTI:
	case ZYDIS_MNEMONIC_MOVZX:
		return get(e, s, &v) || put(e, d, v) ? 0 : 1;
	case ZYDIS_MNEMONIC_MOVSX:
	case ZYDIS_MNEMONIC_MOVSXD:
		return get(e, s, &v) || put(e, d, sign_extend(v, bytes_of(s))) ? 0 : 1;
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
		return get(e, d, &v) || get(e, s, &w) || !alu(t, i->mnemonic, size, &v, w) || put(e, d, v) ? 0 : 1;
	case ZYDIS_MNEMONIC_SHL:
	case ZYDIS_MNEMONIC_SHR:
	case ZYDIS_MNEMONIC_SAR:
	case ZYDIS_MNEMONIC_ROL:
	case ZYDIS_MNEMONIC_ROR:
		return get(e, d, &v) || get(e, s, &w) || !alu(t, i->mnemonic, size, &v, w & 0xff) || put(e, d, v) ? 0 : 1;
	case ZYDIS_MNEMONIC_CMP:
	case ZYDIS_MNEMONIC_TEST:
		return get(e, d, &v) || get(e, s, &w) || !alu(t, i->mnemonic, size, &v, w) ? 0 : 1;
	case ZYDIS_MNEMONIC_INC:
	case ZYDIS_MNEMONIC_DEC:
	case ZYDIS_MNEMONIC_NEG:
	case ZYDIS_MNEMONIC_NOT:
		return get(e, d, &v) || !alu(t, i->mnemonic, size, &v, 0) || put(e, d, v) ? 0 : 1;
	case ZYDIS_MNEMONIC_XCHG:
		return get(e, d, &v) || get(e, s, &w) || put(e, d, w) || put(e, s, v) ? 0 : 1;
	case ZYDIS_MNEMONIC_XADD: {
		if (get(e, d, &v) || get(e, s, &w))
			return 0;
		uint64_t old = v;
		return !alu(t, i->mnemonic, size, &v, w) || put(e, s, old) || put(e, d, v) ? 0 : 1;
	}
	case ZYDIS_MNEMONIC_CMPXCHG: {
		ZydisRegister acc = size == 1 ? ZYDIS_REGISTER_AL : size == 2 ? ZYDIS_REGISTER_AX : size == 4 ? ZYDIS_REGISTER_EAX : ZYDIS_REGISTER_RAX;
		if (get(e, d, &v) || get(e, s, &w))
			return 0;
		uint64_t a = image_reg_read(t, acc);
		alu(t, i->mnemonic, size, &a, v);
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
		return vector_move(e, 8, 0, true);
	case ZYDIS_MNEMONIC_MOVD:
	case ZYDIS_MNEMONIC_VMOVD:
	case ZYDIS_MNEMONIC_MOVSS:
	case ZYDIS_MNEMONIC_VMOVSS:
		return vector_move(e, 4, 0, true);
	case ZYDIS_MNEMONIC_MOVSD: /* the scalar double; the string instruction went above */
	case ZYDIS_MNEMONIC_VMOVSD:
		return vector_move(e, 8, 0, true);
	case ZYDIS_MNEMONIC_MOVLPS:
	case ZYDIS_MNEMONIC_MOVLPD:
		return vector_move(e, 8, 0, false);
	case ZYDIS_MNEMONIC_MOVHPS:
	case ZYDIS_MNEMONIC_MOVHPD:
		return vector_move(e, 8, 8, false);
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
		return vector_move(e, 0, 0, true);
	default:
		break;
	}
	/* SETcc m8 and CMOVcc r, m: the condition is in the opcode. */
	if (i->opcode_map == ZYDIS_OPCODE_MAP_0F && (i->opcode & 0xf0) == 0x90)
		return put(e, d, condition(t->eflags, i->opcode)) ? 0 : 1;
	if (i->opcode_map == ZYDIS_OPCODE_MAP_0F && (i->opcode & 0xf0) == 0x40) {
		if (get(e, s, &v))
			return 0;
		if (!condition(t->eflags, i->opcode))
			v = image_reg_read(t, d->reg.value);
		return put(e, d, v) ? 0 : 1;
	}
	return 0;
}

static int privileged_fault(struct image_fault *f)
{
	f->kind = IMAGE_FAULT_PRIVILEGED;
	f->ntstatus = STATUS_PRIVILEGED_INSTRUCTION;
	return 0;
}

/* Instructions that ring 3 may not execute. Only asked for code of drivers, after a general protection fault. */
static int privileged_insn(struct emu *e, struct image_fault *f)
{
	struct image_trap *t = e->t;
	const ZydisDecodedInstruction *i = &e->n->i;
	const ZydisDecodedOperand *d = &e->n->o[0], *s = &e->n->o[1];
	uint64_t v;
	switch (i->mnemonic) {
	case ZYDIS_MNEMONIC_INT:
		if (d->imm.value.u == 0x29) { /* __fastfail */
			f->kind = IMAGE_FAULT_FASTFAIL;
			f->ntstatus = STATUS_STACK_BUFFER_OVERRUN;
			f->address = t->reg[RCX];
		} else if (d->imm.value.u == 0x2c) {
			f->kind = IMAGE_FAULT_BREAKPOINT;
			f->ntstatus = STATUS_ASSERTION_FAILURE;
		} else if (d->imm.value.u == 3 || d->imm.value.u == 0x2d) {
			f->kind = IMAGE_FAULT_BREAKPOINT;
			f->ntstatus = STATUS_BREAKPOINT;
		} else if (d->imm.value.u == 0x80) {
			f->kind = IMAGE_FAULT_SYSCALL; /* a kernel without 32-bit system calls refuses it like this */
			f->ntstatus = STATUS_PRIVILEGED_INSTRUCTION;
			f->address = t->reg[RAX];
		} else {
			return privileged_fault(f);
		}
		return 0;
	case ZYDIS_MNEMONIC_MOV:
		if (d->type == ZYDIS_OPERAND_TYPE_REGISTER && d->reg.value == ZYDIS_REGISTER_CR8 && host->set_cr8) {
			host->set_cr8(image_reg_read(t, s->reg.value));
			return 1;
		}
		if (s->type == ZYDIS_OPERAND_TYPE_REGISTER && s->reg.value == ZYDIS_REGISTER_CR8 && host->get_cr8) {
			image_reg_write(t, d->reg.value, host->get_cr8());
			return 1;
		}
		break;
	case ZYDIS_MNEMONIC_CLI: /* nothing here is delivered asynchronously: there is nothing to hold off */
	case ZYDIS_MNEMONIC_STI:
	case ZYDIS_MNEMONIC_WBINVD:
	case ZYDIS_MNEMONIC_INVD:
	case ZYDIS_MNEMONIC_INVLPG:
		return 1;
	case ZYDIS_MNEMONIC_HLT:
		sched_yield();
		return 1;
	case ZYDIS_MNEMONIC_RDMSR:
		v = 0;
		if (!host->msr || host->msr((uint32_t)t->reg[RCX], 0, &v))
			return privileged_fault(f);
		t->reg[RAX] = v & 0xffffffff;
		t->reg[RDX] = v >> 32;
		return 1;
	case ZYDIS_MNEMONIC_WRMSR:
		v = (t->reg[RAX] & 0xffffffff) | t->reg[RDX] << 32;
		return host->msr && !host->msr((uint32_t)t->reg[RCX], 1, &v) ? 1 : privileged_fault(f);
	case ZYDIS_MNEMONIC_IN:
	case ZYDIS_MNEMONIC_OUT: {
		bool out = i->mnemonic == ZYDIS_MNEMONIC_OUT;
		const ZydisDecodedOperand *port = out ? d : s, *reg = out ? s : d;
		uint32_t p = (uint32_t)image_reg_read(t, reg->reg.value);
		uint16_t number = (uint16_t)(port->type == ZYDIS_OPERAND_TYPE_IMMEDIATE ? port->imm.value.u : t->reg[RDX]);
		if (!host->port || host->port(number, out, bytes_of(reg), &p))
			return privileged_fault(f);
		if (!out)
			image_reg_write(t, reg->reg.value, p);
		return 1;
	}
	default:
		break;
	}
	if (i->meta.category == ZYDIS_CATEGORY_IOSTRINGOP)
		return string_move(e) ? 1 : privileged_fault(f);
	if (i->attributes & ZYDIS_ATTRIB_IS_PRIVILEGED)
		return privileged_fault(f);
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
		done = privileged_insn(&e, f);
	if (done)
		t->rip += n.i.length;
	return done;
}
