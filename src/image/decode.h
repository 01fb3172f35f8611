/* Decoding one instruction of an interrupted thread with Zydis, and reading and writing what its operands name. */
#pragma once
#include "image/internal.h"
#include <Zydis/Zydis.h>

struct insn {
	ZydisDecodedInstruction i;
	ZydisDecodedOperand o[ZYDIS_MAX_OPERAND_COUNT];
	uint8_t bytes[16];
	uint64_t at; /* where it is */
};
bool image_decode(uint64_t at, struct insn *n); /* false: no readable or no valid instruction there */
/* General registers in x64 numbering; -1 if `r` is not one. High-byte registers (ah..bh) have *high set. */
int image_reg_index(ZydisRegister r, bool *high);
uint64_t image_reg_read(const struct image_trap *t, ZydisRegister r);
void image_reg_write(struct image_trap *t, ZydisRegister r,
                     uint64_t v); /* 32-bit writes clear the upper half, 8 and 16-bit ones keep the rest */
/* Effective address of a memory operand. rip-relative ones count from the end of the instruction. */
uint64_t image_effective_address(const struct image_trap *t, const struct insn *n, const ZydisDecodedOperand *o);
/* The operand that touched memory: the explicit one, else the implied one (push, string operations). NULL if there is none. */
const ZydisDecodedOperand *image_memory_operand(const struct insn *n);
