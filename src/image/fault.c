/*
 * Signals. A fault of driver code, or of our code on its behalf, arrives here on the thread's signal stack. Nothing is decided here: the
 * processor state is copied to the interrupted thread's own stack and the handler returns into image_trap_begin() there, so that emulation
 * may wait for hardware, DPCs may run, and handlers of the driver see the stack they expect. Two cases stay on the signal stack: the
 * interrupted stack is not usable (overflow, wild rsp), and the guarded copy, which is resumed at its way out.
 *
 * Windows code has no red zone, ours has one of 128 bytes: it is always left alone.
 * A thread that is not of the executive, or has no driver on its side stack and touches no device, gets the handler that was there before
 * (ASan's, or the default).
 */
#include "image/internal.h"
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <linux/audit.h>

#define RED_ZONE   128u
#define STACK_ROOM (32u << 10) /* what dispatch needs below the interrupted code: about 20 KiB with one nested exception */
#ifndef SYS_USER_DISPATCH
#define SYS_USER_DISPATCH 2
#endif

#if defined(__SANITIZE_ADDRESS__)
#define NO_ASAN __attribute__((no_sanitize_address))
#elif defined(__clang__)
#define NO_ASAN __attribute__((no_sanitize("address")))
#else
#define NO_ASAN
#endif

static const int signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGSYS};
static struct sigaction before[ARRAY_LEN(signals)];
static bool installed;
void (*image_hook_cr8)(uint64_t irql);

static void plain_copy(void *to, const void *from, size_t n)
{
	__asm__ volatile("rep movsb" : "+D"(to), "+S"(from), "+c"(n) : : "memory");
}

static void pass_on(int sig, siginfo_t *si, void *uc)
{
	for (size_t i = 0; i < ARRAY_LEN(signals); i++) {
		if (signals[i] != sig)
			continue;
		if ((before[i].sa_flags & SA_SIGINFO) && before[i].sa_sigaction) {
			before[i].sa_sigaction(sig, si, uc);
			return;
		}
		if (!(before[i].sa_flags & SA_SIGINFO) && before[i].sa_handler != SIG_DFL && before[i].sa_handler != SIG_IGN) {
			before[i].sa_handler(sig);
			return;
		}
	}
	signal(sig, SIG_DFL); /* the instruction runs again and ends the process */
	if (si->si_code <= 0 || sig == SIGTRAP || sig == SIGSYS)
		raise(sig);
}

static const int greg_of[16] = {REG_RAX, REG_RCX, REG_RDX, REG_RBX, REG_RSP, REG_RBP, REG_RSI, REG_RDI,
                                REG_R8,  REG_R9,  REG_R10, REG_R11, REG_R12, REG_R13, REG_R14, REG_R15};

NO_ASAN static void fill_trap(struct image_trap *t, int sig, const siginfo_t *si, const ucontext_t *uc)
{
	const greg_t *g = uc->uc_mcontext.gregs;
	for (int i = 0; i < 16; i++)
		t->reg[i] = (uint64_t)g[greg_of[i]];
	t->rip = (uint64_t)g[REG_RIP];
	t->eflags = (uint64_t)g[REG_EFL];
	t->signo = sig;
	t->code = si->si_code;
	t->address = sig == SIGSYS ? (uint64_t)(unsigned)si->si_syscall : (uint64_t)si->si_addr;
	t->error = (uint64_t)g[REG_ERR];
	t->trapno = (uint64_t)g[REG_TRAPNO];
	t->thread = image_current;
	if (sig == SIGSYS && si->si_code == SYS_USER_DISPATCH)
		t->rip -= 2; /* rip is behind syscall, sysenter or int 80h */
	if (sig == SIGTRAP && t->trapno == 3)
		t->rip -= 1; /* as Windows reports int3: at the instruction */
}

/* The interrupted stack can't be used: report from here. */
static void __attribute__((noreturn)) bad_stack(struct image_trap *t)
{
	struct image_fault f = {.kind = IMAGE_FAULT_STACK, .ntstatus = STATUS_STACK_OVERFLOW, .address = t->address};
	struct win_context c;
	const struct image_thread *th = t->thread;
	bool below = t->reg[RSP] < (uint64_t)th->stack_low + STACK_ROOM + (64u << 10);
	image_context_of_trap(t, &c);
	if (!below || t->reg[RSP] + (64u << 20) < (uint64_t)th->stack_low)
		f.ntstatus = STATUS_BAD_STACK; /* not an overflow: rsp is elsewhere altogether */
	image_where((void *)t->rip, &f.where);
	image_disassemble(t->rip, f.instruction, sizeof(f.instruction));
	image_fault_describe(&f, &c);
	image_fatal(&f);
}

/* sysenter loses rip and rsp on its way through a 64-bit kernel: what remains is that driver code did it, called from the last known place.
 */
static void __attribute__((noreturn)) lost_in_sysenter(const siginfo_t *si)
{
	struct image_fault f = {
	        .kind = IMAGE_FAULT_SYSCALL, .ntstatus = STATUS_PRIVILEGED_INSTRUCTION, .address = (uint64_t)(unsigned)si->si_syscall};
	image_describe_here(&f);
	snprintf(f.instruction, sizeof(f.instruction), "sysenter");
	image_fatal(&f);
}

NO_ASAN static void on_signal(int sig, siginfo_t *si, void *ucv)
{
	ucontext_t *uc = ucv;
	greg_t *g = uc->uc_mcontext.gregs;
	struct image_thread *t = image_current;
	uint64_t rip = (uint64_t)g[REG_RIP], rsp = (uint64_t)g[REG_RSP];
	if (rip == (uint64_t)image_guarded_fault && (sig == SIGSEGV || sig == SIGBUS)) {
		g[REG_RIP] = (greg_t)(uint64_t)image_guarded_fixup;
		return;
	}
	bool ours = t && si->si_code > 0; /* else kill(), not a fault */
	if (ours && sig == SIGSYS && si->si_code == SYS_USER_DISPATCH && si->si_arch == AUDIT_ARCH_I386 && !image_find(rip))
		lost_in_sysenter(si);
	if (ours && !image_find(rip) && t->top == t->base) {
		/* No driver code is running, unless it just jumped to nowhere; but our own code may touch a device, too. */
		uint64_t ret = 0;
		bool jumped = rip == (uint64_t)si->si_addr;
		ours = jumped ? !image_guarded_copy(&ret, (void *)rsp, 8) && image_find(ret)
		              : sig == SIGSEGV && (host->mmio || host->kuser_page);
	}
	if (!ours) {
		pass_on(sig, si, ucv);
		return;
	}
	/* The extended state: the kernel's frame says how large it is behind the legacy 512 bytes (struct _fpx_sw_bytes at 464). */
	struct {
		uint32_t magic, extended;
		uint64_t features;
		uint32_t size;
	} sw = {0};
	const uint8_t *fp = (const uint8_t *)uc->uc_mcontext.fpregs;
	plain_copy(&sw, fp + 464, 20);
	size_t xsize = 512;
	uint64_t xmask = 0;
	if (sw.magic == 0x46505853 && sw.size >= 576 && sw.size <= 16384) {
		xsize = sw.size;
		xmask = sw.features;
	}
	if ((t->stack_high && (rsp < (uint64_t)t->stack_low + STACK_ROOM + xsize || rsp > (uint64_t)t->stack_high))) {
		struct image_trap local = {.xmask = 0};
		fill_trap(&local, sig, si, uc);
		local.xstate = (void *)(uintptr_t)fp;
		bad_stack(&local);
	}
	uint64_t x = (rsp - RED_ZONE - xsize) & ~63ull;
	struct image_trap *trap = (struct image_trap *)((x - sizeof(struct image_trap)) & ~63ull);
	plain_copy((void *)x, fp, xsize);
	fill_trap(trap, sig, si, uc);
	trap->xstate = (void *)x;
	trap->xmask = xmask;
	g[REG_RDI] = (greg_t)(uint64_t)trap;
	g[REG_RSP] = (greg_t)((uint64_t)trap - 8);
	*(uint64_t *)((uint64_t)trap - 8) = 0; /* ends a debugger's backtrace */
	g[REG_RBP] = 0;
	g[REG_RIP] = (greg_t)(uint64_t)image_trap_begin;
	g[REG_EFL] &= ~(greg_t)(0x40000 | 0x400 | 0x100); /* AC, DF, TF */
}

/* From the trap: what happened has nothing to do with drivers. Repeat it under the handler that was there before. */
void image_not_ours(struct image_trap *t)
{
	for (size_t i = 0; i < ARRAY_LEN(signals); i++)
		if (signals[i] == t->signo)
			sigaction(t->signo, &before[i], NULL);
	image_resume(t);
}

void image_set_host(const struct image_host *h)
{
	image_host_current = h;
	image_hook_enter = h->enter;
	image_hook_leave = h->leave;
	image_hook_cr8 = h->set_cr8;
	image_signals_install();
}

/* Also done for every new thread: a test framework may have put its own handlers there since. The handlers found first are the ones passed
 * on to. */
void image_signals_install(void)
{
	struct sigaction sa = {.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER}, old;
	sa.sa_sigaction = on_signal;
	sigemptyset(&sa.sa_mask);
	for (size_t i = 0; i < ARRAY_LEN(signals); i++) {
		sigaction(signals[i], &sa, &old);
		if (!installed)
			before[i] = old;
	}
	installed = true;
}

void image_frames_exhausted(const struct image_export *x)
{
	struct image_fault f = {.kind = IMAGE_FAULT_STACK, .ntstatus = STATUS_STACK_OVERFLOW};
	snprintf(f.instruction, sizeof(f.instruction), "%d nested calls from driver to kernel, the last %s", IMAGE_FRAMES, x->name);
	image_describe_here(&f);
	image_fatal(&f);
}
