/*
 * What a fault means. Runs on the interrupted thread's own stack. In this order: is it a missing import, an instruction we carry out for
 * the driver (emulate.c), or an exception? An exception is described first (it may end in a crash report), then offered to the driver's
 * handlers, then fatal.
 *
 * Faults of our own code on the driver's behalf are the driver's exception only for exports that do nothing but touch memory the caller
 * named (memcpy and its like, probes): there Windows raises through to the caller, too. Any other fault of ours is ours: IMAGE_FAULT_HOST.
 */
#include "image/decode.h"
#include <stdio.h>

/* Exports whose memory accesses are the caller's own. Sorted by nothing: it is read once per fault. */
static const char *const transparent[] = {"memcpy",
                                          "memmove",
                                          "memset",
                                          "memcmp",
                                          "memchr",
                                          "strlen",
                                          "strnlen",
                                          "strcpy",
                                          "strncpy",
                                          "strcmp",
                                          "strncmp",
                                          "strcat",
                                          "wcslen",
                                          "wcscpy",
                                          "wcsncpy",
                                          "wcscmp",
                                          "RtlCopyMemory",
                                          "RtlMoveMemory",
                                          "RtlFillMemory",
                                          "RtlZeroMemory",
                                          "RtlCompareMemory",
                                          "ProbeForRead",
                                          "ProbeForWrite",
                                          "MmProbeAndLockPages",
                                          "RtlCopyMemoryNonTemporal",
                                          "NdisMoveMemory",
                                          "NdisZeroMemory"};

static bool is_transparent(const struct image_export *x)
{
	for (size_t i = 0; x && i < ARRAY_LEN(transparent); i++)
		if (!strcmp(x->name, transparent[i]))
			return true;
	return false;
}

void image_context_of_trap(const struct image_trap *t, struct win_context *c)
{
	memset(c, 0, sizeof(*c));
	c->flags = CONTEXT_AMD64_FULL;
	c->cs = 0x10;
	c->ss = c->ds = c->es = 0x18;
	c->fs = 0x53;
	c->gs = 0x2b;
	c->eflags = (uint32_t)t->eflags;
	memcpy(c->reg, t->reg, sizeof(c->reg));
	c->rip = image_original_ip(t->rip);
	memcpy(c->fx_header, t->xstate, 512 - 96); /* a CONTEXT holds the legacy area as the processor does */
	memcpy(&c->mxcsr, (uint8_t *)t->xstate + 24, 4);
}

static void trap_of_context(struct image_trap *t, const struct win_context *c)
{
	memcpy(t->reg, c->reg, sizeof(t->reg));
	if (c->rip != image_original_ip(t->rip))
		t->rip = c->rip;
	t->eflags = (t->eflags & ~0xcd5ull) | (c->eflags & 0xcd5);
	memcpy((uint8_t *)t->xstate + 160, c->xmm, sizeof(c->xmm));
}

static void __attribute__((noreturn)) missing_import(const struct image_import *im, uint64_t caller)
{
	struct image_where w;
	image_where((void *)caller, &w);
	if (host->unimplemented)
		host->unimplemented(im->dll, im->name, &w);
	struct image_fault f = {.kind = IMAGE_FAULT_STATUS, .ntstatus = STATUS_NOT_IMPLEMENTED, .where = w};
	snprintf(f.instruction, sizeof(f.instruction), "%s!%s is not provided", im->dll, im->name);
	image_describe_here(&f);
	image_fatal(&f);
}

/* A division that trapped: by zero, or a quotient that does not fit. */
static bool divides_by_zero(const struct image_trap *t)
{
	struct insn n;
	uint64_t v = 0;
	if (!image_decode(t->rip, &n) || !n.i.operand_count)
		return true;
	const ZydisDecodedOperand *o = &n.o[0];
	if (o->type == ZYDIS_OPERAND_TYPE_REGISTER)
		return image_reg_read(t, o->reg.value) == 0;
	if (o->type == ZYDIS_OPERAND_TYPE_MEMORY && !image_guarded_copy(&v, (void *)image_effective_address(t, &n, o), o->size / 8u))
		return v == 0;
	return true;
}

static uint32_t float_status(int code)
{
	switch (code) {
	case FPE_FLTDIV:
		return STATUS_FLOAT_DIVIDE_BY_ZERO;
	case FPE_FLTOVF:
		return STATUS_FLOAT_OVERFLOW;
	case FPE_FLTUND:
		return STATUS_FLOAT_UNDERFLOW;
	case FPE_FLTRES:
		return STATUS_FLOAT_INEXACT_RESULT;
	default:
		return STATUS_FLOAT_INVALID_OPERATION;
	}
}

/* Fills kind, status and address of what was not emulated; the caller has set ACCESS facts if it found any. */
static void classify(struct image_trap *t, struct image_fault *f)
{
	switch (t->signo) {
	case SIGFPE:
		if (t->code == FPE_INTDIV || t->code == FPE_INTOVF) {
			bool zero = divides_by_zero(t);
			f->kind = zero ? IMAGE_FAULT_DIVIDE : IMAGE_FAULT_OVERFLOW;
			f->ntstatus = zero ? STATUS_INTEGER_DIVIDE_BY_ZERO : STATUS_INTEGER_OVERFLOW;
		} else {
			f->kind = IMAGE_FAULT_OVERFLOW;
			f->ntstatus = float_status(t->code);
		}
		break;
	case SIGTRAP:
		f->kind = IMAGE_FAULT_BREAKPOINT;
		f->ntstatus = t->trapno == 3 ? STATUS_BREAKPOINT : STATUS_SINGLE_STEP;
		break;
	case SIGSYS:
		f->kind = IMAGE_FAULT_SYSCALL;
		f->ntstatus = STATUS_PRIVILEGED_INSTRUCTION;
		f->address = t->address;
		break;
	case SIGILL:
		f->kind = IMAGE_FAULT_ILLEGAL;
		f->ntstatus = STATUS_ILLEGAL_INSTRUCTION;
		break;
	default:
		if (f->ntstatus)
			break;
		f->kind = IMAGE_FAULT_ACCESS;
		f->ntstatus = STATUS_ACCESS_VIOLATION;
		f->address = t->address;
		f->write = (t->error & 2) != 0;
		f->execute = (t->error & 16) != 0;
	}
}

/* An access that was not to a device: which operand, which address. The signal says it for plain page faults; for addresses that are not
 * canonical, and for our own understanding of the size, the operands say it. */
static void describe_access(struct image_trap *t, struct image_fault *f)
{
	struct insn n;
	bool page_fault = t->trapno == 14;
	f->address = t->address;
	f->write = page_fault && (t->error & 2);
	f->execute = page_fault && (t->error & 16);
	if (!image_decode(t->rip, &n)) {
		f->execute |= page_fault;
		return;
	}
	const ZydisDecodedOperand *o = image_memory_operand(&n);
	if (!o)
		return;
	f->size = (uint8_t)(o->size / 8);
	if (page_fault)
		return;
	/* #GP or #SS: of several memory operands (movs) the one that is not canonical; else the first, misaligned one. */
	f->address = image_effective_address(t, &n, o);
	f->write = (o->actions & ZYDIS_OPERAND_ACTION_MASK_WRITE) != 0;
	for (unsigned i = 0; i < n.i.operand_count; i++) {
		const ZydisDecodedOperand *p = &n.o[i];
		uint64_t a;
		if (p->type != ZYDIS_OPERAND_TYPE_MEMORY || p->mem.type == ZYDIS_MEMOP_TYPE_AGEN)
			continue;
		a = image_effective_address(t, &n, p);
		if ((int64_t)(a << 16) >> 16 != (int64_t)a) {
			f->address = a;
			f->size = (uint8_t)(p->size / 8);
			f->write = (p->actions & ZYDIS_OPERAND_ACTION_MASK_WRITE) != 0;
			return;
		}
	}
	if ((n.i.mnemonic == ZYDIS_MNEMONIC_CALL || n.i.mnemonic == ZYDIS_MNEMONIC_JMP || n.i.mnemonic == ZYDIS_MNEMONIC_RET) &&
	    n.o[0].type == ZYDIS_OPERAND_TYPE_REGISTER) {
		f->address = image_reg_read(t, n.o[0].reg.value); /* a jump to a non-canonical address faults at the jump */
		f->execute = 1;
	}
}

static void record_of(const struct image_fault *f, struct win_exception_record *r, uint64_t rip)
{
	memset(r, 0, sizeof(*r));
	r->code = f->ntstatus;
	r->address = (void *)rip;
	if (f->ntstatus == STATUS_ACCESS_VIOLATION) {
		r->parameters = 2;
		r->information[0] = f->execute ? 8 : f->write;
		r->information[1] = f->address;
	} else if (f->ntstatus == STATUS_BREAKPOINT) {
		r->parameters = 1;
	}
}

/* Offers the exception to the driver from `c`; returns if a handler wants to go on (c may be changed), else does not return. */
static void offer(struct image_fault *f, struct win_context *c, const struct win_context *from, bool may)
{
	struct win_exception_record r;
	image_fault_describe(f, from);
	memcpy(f->regs, c->reg, sizeof(c->reg));
	f->regs[16] = c->rip;
	if (may && host->may_dispatch)
		may = host->may_dispatch(f);
	if (may) {
		record_of(f, &r, c->rip);
		struct image_frame *frame = image_frame_push(from, &image_frame_exception, &r);
		if (frame && image_dispatch(&r, c)) {
			image_current->top = frame;
			return;
		}
	}
	image_fatal(f);
}

static _Atomic uint64_t traps;

uint64_t image_trap_count(void)
{
	return atomic_load_explicit(&traps, memory_order_relaxed);
}

void image_trap_begin(struct image_trap *t)
{
	atomic_fetch_add_explicit(&traps, 1, memory_order_relaxed);
	struct image *m = image_find(t->rip);
	struct image_fault f = {0};
	struct win_context c, from;
	const struct image_import *im;

	if (t->xmask && !(*(uint64_t *)((uint8_t *)t->xstate + 512) & 2)) {
		/* The xmm registers are in their initial state; say so in the form that can be changed. */
		memset((uint8_t *)t->xstate + 160, 0, 256);
		*(uint64_t *)((uint8_t *)t->xstate + 512) |= 2;
	}
	if (m && t->signo == SIGSEGV && (im = image_trap_import(m, t->rip))) {
		uint64_t ret = 0;
		image_guarded_copy(&ret, (void *)t->reg[RSP], 8);
		t->rip = ret;
		t->reg[RSP] += 8;
		image_context_of_trap(t, &c);
		image_frame_push(&c, &image_frame_exception, NULL); /* for the backtrace */
		missing_import(im, ret);
	}
	struct image *target = image_find(t->address);
	if (target && t->signo == SIGSEGV && (im = image_trap_import(target, t->address))) {
		image_context_of_trap(t, &c);
		if (m)
			image_frame_push(&c, &image_frame_exception, NULL);
		struct image_walk w;
		missing_import(im, image_walk_start(&w) ? w.c.rip : t->rip);
	}
	/* While a device or the executive is at work, a backtrace must find the way through here. */
	image_context_of_trap(t, &c);
	struct image_frame *here = m ? image_frame_push(&c, &image_frame_exception, NULL) : NULL;
	int done = image_emulate(t, &f);
	if (here)
		image_current->top = here;
	if (done)
		image_resume(t);
	if (!f.ntstatus && (t->signo == SIGSEGV || t->signo == SIGBUS)) {
		f.kind = IMAGE_FAULT_ACCESS;
		f.ntstatus = t->signo == SIGBUS && t->code == BUS_ADRALN   ? STATUS_DATATYPE_MISALIGNMENT
		             : t->signo == SIGBUS && t->code == BUS_ADRERR ? STATUS_IN_PAGE_ERROR
		                                                           : STATUS_ACCESS_VIOLATION;
		describe_access(t, &f);
	}
	classify(t, &f);
	if (f.kind != IMAGE_FAULT_SYSCALL || m)
		image_disassemble(t->rip, f.instruction, sizeof(f.instruction));
	if (f.kind == IMAGE_FAULT_ILLEGAL && !strncmp(f.instruction, "sysenter", 8)) {
		f.kind = IMAGE_FAULT_SYSCALL; /* AMD processors refuse it in 64-bit mode */
		f.address = t->reg[RAX];
	}
	image_context_of_trap(t, &c);
	from = c;
	if (m) {
		/* A fast fail and a system call are never the driver's own business. */
		offer(&f, &c, &from, f.kind != IMAGE_FAULT_FASTFAIL && f.kind != IMAGE_FAULT_SYSCALL);
		trap_of_context(t, &c);
		image_resume(t);
	}
	uint64_t ret = 0;
	if (f.execute && t->address == t->rip && !image_guarded_copy(&ret, (void *)t->reg[RSP], 8) && image_find(ret)) {
		/* The driver called or jumped to where no code is. Its frame is the caller's. */
		from.rip = ret;
		from.reg[RSP] += 8;
		image_where((void *)ret, &f.where);
		offer(&f, &c, &from, true);
		trap_of_context(t, &c);
		image_resume(t);
	}
	/* Our code. The driver's call that led here is the top side frame. */
	struct image_thread *th = image_current;
	if (th->top == th->base)
		image_not_ours(t);
	const struct image_export *x = th->top > th->base ? th->top[-1].export : NULL;
	if (x && f.kind == IMAGE_FAULT_ACCESS && is_transparent(x)) {
		image_context_of_frame(&th->top[-1], &from);
		struct win_context driver = from;
		offer(&f, &driver, &from, true);
		image_resume(t); /* "continue" repeats the access */
	}
	f.kind = IMAGE_FAULT_HOST;
	struct image_walk w;
	if (image_walk_start(&w)) {
		image_where((void *)w.c.rip, &f.where);
		image_fault_describe(&f, &w.c);
	}
	memcpy(f.regs, t->reg, sizeof(t->reg));
	f.regs[16] = t->rip;
	image_fatal(&f);
}
