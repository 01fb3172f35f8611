/*
 * A thread described from the context a signal handler was given: where the hang watchdog of nt found it.
 */
#include "image/internal.h"

void image_describe_context(struct image_fault *f, const void *ucontext)
{
	static const int greg[16] = {REG_RAX, REG_RCX, REG_RDX, REG_RBX, REG_RSP, REG_RBP, REG_RSI, REG_RDI,
	                             REG_R8,  REG_R9,  REG_R10, REG_R11, REG_R12, REG_R13, REG_R14, REG_R15};
	const ucontext_t *u = ucontext;
	struct win_context c = {.flags = CONTEXT_AMD64_FULL};

	for (unsigned i = 0; i < 16; i++)
		c.reg[i] = (uint64_t)u->uc_mcontext.gregs[greg[i]];
	c.rip = (uint64_t)u->uc_mcontext.gregs[REG_RIP];
	image_fault_describe(f, &c);
}
