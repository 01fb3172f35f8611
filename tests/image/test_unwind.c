/*
 * The unwinder, instruction by instruction: each function of image_unwind.sys is single-stepped, and at every instruction (prologue and
 * epilogue included) one unwinds to its caller and compares every nonvolatile register with what it was at entry.
 */
#include "harness.h"
#include "image/internal.h"
#undef host
#include <signal.h>

static struct image *m;
static struct win_context entry; /* the caller's context as it must come out */
static uint64_t from, to;        /* range of the function */
static bool called;              /* entered by a call, not by a machine frame */
static unsigned steps, bad;
static bool armed;

static void context_of(const ucontext_t *uc, struct win_context *c)
{
	static const int g[16] = {REG_RAX, REG_RCX, REG_RDX, REG_RBX, REG_RSP, REG_RBP, REG_RSI, REG_RDI,
	                          REG_R8,  REG_R9,  REG_R10, REG_R11, REG_R12, REG_R13, REG_R14, REG_R15};
	memset(c, 0, sizeof(*c));
	for (int i = 0; i < 16; i++)
		c->reg[i] = (uint64_t)uc->uc_mcontext.gregs[g[i]];
	c->rip = (uint64_t)uc->uc_mcontext.gregs[REG_RIP];
	memcpy(c->xmm, uc->uc_mcontext.fpregs->_xmm, sizeof(c->xmm));
}
static bool same(const struct win_context *a, const struct win_context *b)
{
	static const int nonvolatile[] = {RBX, RSP, RBP, RSI, RDI, R12, R13, R14, R15};
	for (size_t i = 0; i < ARRAY_LEN(nonvolatile); i++)
		if (a->reg[nonvolatile[i]] != b->reg[nonvolatile[i]])
			return false;
	return a->rip == b->rip && !memcmp(&a->xmm[6], &b->xmm[6], 160);
}
static void on_step(int sig, siginfo_t *si, void *ucv)
{
	ucontext_t *uc = ucv;
	struct win_context c;
	(void)sig, (void)si;
	context_of(uc, &c);
	if (!armed) {
		if (c.rip != from)
			return; /* not there yet */
		armed = true;
		entry = c;
		if (called) { /* an ordinary call: return address on the stack */
			entry.rip = *(uint64_t *)c.reg[RSP];
			entry.reg[RSP] += 8;
		} else { /* a machine frame: rip, cs, flags, rsp, ss */
			entry.rip = ((uint64_t *)c.reg[RSP])[0];
			entry.reg[RSP] = ((uint64_t *)c.reg[RSP])[3];
		}
	}
	if (c.rip == entry.rip || !image_find(c.rip)) {
		uc->uc_mcontext.gregs[REG_EFL] &= ~0x100;
		return;
	}
	if (!called && c.reg[RSP] == entry.reg[RSP])
		return; /* where iretq would be: the stack is the caller's already */
	struct win_context start = c;
	for (int n = 0; n < 4 && c.rip != entry.rip; n++) {
		struct image *in;
		win_handler *h;
		void *data;
		uint64_t frame;
		const struct win_function *fn = image_function_at(c.rip, &in);
		if (!in || image_unwind_step(in, fn, &c, 3, &h, &data, &frame))
			break;
	}
	steps++;
	if (!same(&c, &entry)) {
		bad++;
		fprintf(stderr, "unwinding from +%#llx goes wrong: rip %#llx (expected %#llx) rsp %#llx (%#llx)\n",
		        (long long)(start.rip - from), (long long)c.rip, (long long)entry.rip, (long long)c.reg[RSP],
		        (long long)entry.reg[RSP]);
	}
}
/* Calls `fn` with the trap flag set; nonvolatile registers hold a pattern. */
void step_through(void *fn, uint64_t argument);
__asm__(".text\n .globl step_through\n step_through:\n pushq %rbx\n pushq %rbp\n pushq %r12\n pushq %r13\n pushq %r14\n pushq %r15\n subq "
        "$0x28, %rsp\n"
        "movq %rdi, %rax\n movq %rsi, %rcx\n movq $0x1b1b, %rbx\n movq $0x2b2b, %rbp\n movq $0x3b3b, %r12\n movq $0x4b4b, %r13\n movq "
        "$0x5b5b, %r14\n movq $0x6b6b, %r15\n"
        "movq $0x7b7b, %rsi\n movq $0x8b8b, %rdi\n movq %rbx, %xmm6\n movq %rbp, %xmm7\n movq %r12, %xmm9\n movq %r13, %xmm15\n"
        "pushfq\n orq $0x100, (%rsp)\n popfq\n call *%rax\n nop\n nop\n addq $0x28, %rsp\n popq %r15\n popq %r14\n popq %r13\n popq %r12\n "
        "popq %rbp\n popq %rbx\n ret\n");

static unsigned walk(const char *name, uint64_t argument)
{
	char end[64];
	snprintf(end, sizeof(end), "%s_end", name);
	from = (uint64_t)image_export_address(m, name);
	to = (uint64_t)image_export_address(m, end);
	if (!from || !to)
		fail_msg("image_unwind.sys lacks %s", name);
	struct sigaction sa = {.sa_flags = SA_SIGINFO | SA_ONSTACK}, old;
	sa.sa_sigaction = on_step;
	sigaction(SIGTRAP, &sa, &old);
	steps = bad = 0;
	armed = false;
	called = true;
	step_through((void *)from, argument);
	sigaction(SIGTRAP, &old, NULL);
	return steps;
}
static void ordinary(void **s)
{
	(void)s;
	static const struct {
		const char *name;
		uint64_t argument;
		unsigned least;
	} f[] = {{"uw_push", 0, 26},   {"uw_large", 0, 6},    {"uw_huge", 0, 14}, {"uw_frame", 0, 17},
	         {"uw_frame13", 0, 7}, {"uw_chained", 0, 13}, {"uw_tail", 1, 11}, {"uw_tail", 0, 10},
	         {"uw_leaf", 0, 3},    {"uw_call", 0, 36},    {"uw_v2", 0, 8},    {"uw_v2", 1, 8}};
	for (size_t i = 0; i < ARRAY_LEN(f); i++) {
		unsigned n = walk(f[i].name, f[i].argument);
		if (bad || n < f[i].least)
			fail_msg("%s(%d): %u of %u places unwind wrongly", f[i].name, (int)f[i].argument, bad, n);
	}
}
/* The interrupted code is the gate: its context must come out as the machine frame says. */
static void machine_frame(void **s)
{
	(void)s;
	struct sigaction sa = {.sa_flags = SA_SIGINFO | SA_ONSTACK}, old;
	sa.sa_sigaction = on_step;
	from = (uint64_t)image_export_address(m, "uw_machine");
	called = false;
	sigaction(SIGTRAP, &sa, &old);
	steps = bad = 0;
	armed = false;
	uint64_t gate = (uint64_t)image_export_address(m, "uw_gate");
	step_through((void *)gate, 0);
	sigaction(SIGTRAP, &old, NULL);
	assert_true(steps >= 7);
	assert_int_equal(bad, 0);
}
static void hostile(void **s)
{
	(void)s;
	/* a context that points nowhere must come back as an error, not as a fault */
	struct win_context c = {.rip = (uint64_t)image_export_address(m, "uw_push") + 30};
	struct image *in;
	win_handler *h;
	void *data;
	uint64_t frame;
	const struct win_function *fn = image_function_at(c.rip, &in);
	assert_non_null(fn);
	c.reg[RSP] = 0x1000;
	image_set_host(&H.host);
	assert_true(image_unwind_step(in, fn, &c, 3, &h, &data, &frame) < 0);
	c.reg[RSP] = 0x8000000000000000ull;
	assert_true(image_unwind_step(in, NULL, &c, 3, &h, &data, &frame) < 0);
}
int main(void)
{
	static const struct image_export none[] = {{0}};
	harness_start(none);
	m = harness_load("image_unwind");
	const struct CMUnitTest tests[] = {cmocka_unit_test(ordinary), cmocka_unit_test(machine_frame), cmocka_unit_test(hostile)};
	return harness_end(cmocka_run_group_tests(tests, NULL, NULL));
}
