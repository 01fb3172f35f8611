/* Parts of the emulation of instructions (emulate.c has the theory). */
#pragma once
#include "image/decode.h"

#define ARITH_FLAGS 0x8d5ull /* CF PF AF ZF SF OF */
#define FLAG_DF     0x400ull

struct emu {
	struct image_trap *t;
	struct insn *n;
	uint64_t device; /* address whose page faulted */
	bool done;       /* a device or SharedUserData took part */
};
/* Reads or writes `size` bytes where the instruction says; -1 if nothing is there. */
int emulate_access(struct emu *e, uint64_t a, bool write, unsigned size, void *buf);
/* *value = *value OP b with the flags of t; false if op is none of the arithmetic ones. */
bool emulate_alu(struct image_trap *t, ZydisMnemonic op, unsigned size, uint64_t *value, uint64_t b);
bool emulate_condition(uint64_t flags, unsigned code);
/* These return 1 = done, 0 = can't. */
int emulate_string(struct emu *e);
int emulate_vector(struct emu *e, unsigned size, unsigned from, bool zero);
int emulate_privileged(struct emu *e, struct image_fault *f);

static inline unsigned emulate_bytes(const ZydisDecodedOperand *o)
{
	return o->size / 8;
}
static inline uint64_t emulate_truncate(uint64_t v, unsigned size)
{
	return size >= 8 ? v : v & ((1ull << size * 8) - 1);
}
static inline uint64_t emulate_sign_extend(uint64_t v, unsigned size)
{
	return size >= 8 || !size ? v : (uint64_t)((int64_t)(v << (64 - size * 8)) >> (64 - size * 8));
}
