/*
 * Arithmetic of emulated instructions: done by the same instruction on registers, with the interrupted code's flags going in and coming
 * out.
 */
#include "image/emulate.h"

/* a = a OP b as the processor does it, with its flags. The asm steps over the red zone because it pushes. */
#define ALU_SIZED(text, suffix)                                                                                                            \
	__asm__("leaq -128(%%rsp), %%rsp\n\tpushq %1\n\tpopfq\n\t" text suffix "\n\tpushfq\n\tpopq %1\n\tleaq 128(%%rsp), %%rsp"           \
	        : "+r"(a), "+r"(fl)                                                                                                        \
	        : "c"(b)                                                                                                                   \
	        : "cc", "memory")
#define ALU2(text)                                                                                                                         \
	switch (size) {                                                                                                                    \
	case 1:                                                                                                                            \
		ALU_SIZED(text, "b %b2, %b0");                                                                                             \
		break;                                                                                                                     \
	case 2:                                                                                                                            \
		ALU_SIZED(text, "w %w2, %w0");                                                                                             \
		break;                                                                                                                     \
	case 4:                                                                                                                            \
		ALU_SIZED(text, "l %k2, %k0");                                                                                             \
		break;                                                                                                                     \
	default:                                                                                                                           \
		ALU_SIZED(text, "q %q2, %q0");                                                                                             \
	}                                                                                                                                  \
	break
#define ALU_SHIFT(text)                                                                                                                    \
	switch (size) {                                                                                                                    \
	case 1:                                                                                                                            \
		ALU_SIZED(text, "b %%cl, %b0");                                                                                            \
		break;                                                                                                                     \
	case 2:                                                                                                                            \
		ALU_SIZED(text, "w %%cl, %w0");                                                                                            \
		break;                                                                                                                     \
	case 4:                                                                                                                            \
		ALU_SIZED(text, "l %%cl, %k0");                                                                                            \
		break;                                                                                                                     \
	default:                                                                                                                           \
		ALU_SIZED(text, "q %%cl, %q0");                                                                                            \
	}                                                                                                                                  \
	break
#define ALU1(text)                                                                                                                         \
	switch (size) {                                                                                                                    \
	case 1:                                                                                                                            \
		ALU_SIZED(text, "b %b0");                                                                                                  \
		break;                                                                                                                     \
	case 2:                                                                                                                            \
		ALU_SIZED(text, "w %w0");                                                                                                  \
		break;                                                                                                                     \
	case 4:                                                                                                                            \
		ALU_SIZED(text, "l %k0");                                                                                                  \
		break;                                                                                                                     \
	default:                                                                                                                           \
		ALU_SIZED(text, "q %q0");                                                                                                  \
	}                                                                                                                                  \
	break

bool emulate_alu(struct image_trap *t, ZydisMnemonic op, unsigned size, uint64_t *value, uint64_t b)
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
bool emulate_condition(uint64_t flags, unsigned code)
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
