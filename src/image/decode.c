/*
 * Zydis, and the registers of an interrupted thread.
 */
#include "image/decode.h"
#include <pthread.h>
#include <stdio.h>

static ZydisDecoder decoder;
static ZydisFormatter formatter;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void init(void)
{
	ZydisDecoderInit(&decoder, ZYDIS_MACHINE_MODE_LONG_64, ZYDIS_STACK_WIDTH_64);
	ZydisFormatterInit(&formatter, ZYDIS_FORMATTER_STYLE_INTEL);
}

bool image_decode(uint64_t at, struct insn *n)
{
	size_t have = 15;
	pthread_once(&once, init);
	memset(n->bytes, 0, sizeof(n->bytes));
	n->at = at;
	while (have && image_guarded_copy(n->bytes, (void *)at, have))
		have--; /* the last instruction of a page before nothing */
	return have && ZYAN_SUCCESS(ZydisDecoderDecodeFull(&decoder, n->bytes, have, &n->i, n->o));
}

void image_disassemble(uint64_t at, char *out, size_t max)
{
	struct insn n;
	out[0] = 0;
	if (image_decode(at, &n))
		ZydisFormatterFormatInstruction(&formatter, &n.i, n.o, n.i.operand_count_visible, out, max, at, NULL);
}

int image_reg_index(ZydisRegister r, bool *high)
{
	*high = r >= ZYDIS_REGISTER_AH && r <= ZYDIS_REGISTER_BH;
	if (*high)
		return r - ZYDIS_REGISTER_AH;
	switch (ZydisRegisterGetClass(r)) {
	case ZYDIS_REGCLASS_GPR8:
		return r < ZYDIS_REGISTER_AH ? r - ZYDIS_REGISTER_AL : r - ZYDIS_REGISTER_SPL + 4;
	case ZYDIS_REGCLASS_GPR16:
	case ZYDIS_REGCLASS_GPR32:
	case ZYDIS_REGCLASS_GPR64:
		return ZydisRegisterGetId(r);
	default:
		return -1;
	}
}

static unsigned reg_bytes(ZydisRegister r)
{
	switch (ZydisRegisterGetClass(r)) {
	case ZYDIS_REGCLASS_GPR8:
		return 1;
	case ZYDIS_REGCLASS_GPR16:
		return 2;
	case ZYDIS_REGCLASS_GPR32:
		return 4;
	default:
		return 8;
	}
}

uint64_t image_reg_read(const struct image_trap *t, ZydisRegister r)
{
	bool high;
	int i = image_reg_index(r, &high);
	if (i < 0)
		return 0;
	if (high)
		return t->reg[i] >> 8 & 0xff;
	unsigned n = reg_bytes(r);
	return n == 8 ? t->reg[i] : t->reg[i] & ((1ull << n * 8) - 1);
}

void image_reg_write(struct image_trap *t, ZydisRegister r, uint64_t v)
{
	bool high;
	int i = image_reg_index(r, &high);
	if (i < 0)
		return;
	if (high) {
		t->reg[i] = (t->reg[i] & ~0xff00ull) | (v & 0xff) << 8;
		return;
	}
	switch (reg_bytes(r)) {
	case 1:
		t->reg[i] = (t->reg[i] & ~0xffull) | (v & 0xff);
		break;
	case 2:
		t->reg[i] = (t->reg[i] & ~0xffffull) | (v & 0xffff);
		break;
	case 4:
		t->reg[i] = v & 0xffffffff;
		break;
	default:
		t->reg[i] = v;
	}
}

uint64_t image_effective_address(const struct image_trap *t, const struct insn *n, const ZydisDecodedOperand *o)
{
	uint64_t a = o->mem.disp.has_displacement ? (uint64_t)o->mem.disp.value : 0;
	if (o->mem.base == ZYDIS_REGISTER_RIP || o->mem.base == ZYDIS_REGISTER_EIP)
		a += n->at + n->i.length;
	else if (o->mem.base != ZYDIS_REGISTER_NONE)
		a += image_reg_read(t, o->mem.base);
	if (o->mem.index != ZYDIS_REGISTER_NONE)
		a += image_reg_read(t, o->mem.index) * o->mem.scale;
	if (n->i.address_width == 32)
		a &= 0xffffffff;
	if (o->mem.segment == ZYDIS_REGISTER_GS)
		a += (uint64_t)t->thread - IMAGE_THREAD_GS;
	return a;
}

const ZydisDecodedOperand *image_memory_operand(const struct insn *n)
{
	for (unsigned i = 0; i < n->i.operand_count; i++)
		if (n->o[i].type == ZYDIS_OPERAND_TYPE_MEMORY && n->o[i].mem.type != ZYDIS_MEMOP_TYPE_AGEN)
			return &n->o[i];
	return NULL;
}
