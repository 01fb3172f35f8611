/*
 * Device memory: every form of access, differentially. Each snippet of real machine code runs twice from the same registers: on ordinary
 * memory, where the processor does it, and on a device page that is not accessible, where emulate.c does. Registers, flags, vector
 * registers and memory must agree.
 */
#include "harness.h"
#include <cpuid.h>
#include <time.h>

struct regs {
	uint64_t rax, rbx, rcx, rdx, rsi, rdi, r8, r9, flags, none[3]; /* no padding: compared as bytes */
	uint8_t x[2][32] __attribute__((aligned(32)));                 /* ymm1, ymm2 */
};
/* void run(struct regs *, const void *code): loads, calls, stores. */
void run_sse(struct regs *r, const void *code);
void run_avx(struct regs *r, const void *code);
#define RUN(name, load, store)                                                                                                             \
	__asm__(".globl " name "\n" name ":\n pushq %rbx\n pushq %rbp\n movq %rdi, %rbp\n subq $8, %rsp\n movq %rsi, %r11\n" load          \
	        " pushq 64(%rbp)\n popfq\n movq 0(%rbp),%rax\n movq 8(%rbp),%rbx\n movq 16(%rbp),%rcx\n movq 24(%rbp),%rdx\n"              \
	        " movq 32(%rbp),%rsi\n movq 40(%rbp),%rdi\n movq 48(%rbp),%r8\n movq 56(%rbp),%r9\n call *%r11\n"                          \
	        " movq %rax,0(%rbp)\n movq %rbx,8(%rbp)\n movq %rcx,16(%rbp)\n movq %rdx,24(%rbp)\n movq %rsi,32(%rbp)\n movq "            \
	        "%rdi,40(%rbp)\n"                                                                                                          \
	        " movq %r8,48(%rbp)\n movq %r9,56(%rbp)\n pushfq\n popq 64(%rbp)\n cld\n" store                                            \
	        " addq $8,%rsp\n popq %rbp\n popq %rbx\n ret\n")
RUN("run_sse", " movups 96(%rbp),%xmm1\n movups 128(%rbp),%xmm2\n", " movups %xmm1,96(%rbp)\n movups %xmm2,128(%rbp)\n");
RUN("run_avx", " vmovups 96(%rbp),%ymm1\n vmovups 128(%rbp),%ymm2\n", " vmovups %ymm1,96(%rbp)\n vmovups %ymm2,128(%rbp)\n vzeroupper\n");
_Static_assert(offsetof(struct regs, x) == 96 && offsetof(struct regs, flags) == 64, "offsets in RUN");

/* rbx points to memory; rsi and rdi too for string operations, where told so. */
#define SSE_CASES                                                                                                                          \
	C("movb (%rbx),%al")                                                                                                               \
	C("movb 3(%rbx),%ah")                                                                                                              \
	C("movw 2(%rbx),%dx")                                                                                                              \
	C("movl 4(%rbx),%edx")                                                                                                             \
	C("movq 8(%rbx),%rdx")                                                                                                             \
	C("movq 8(%rbx,%rcx,4),%r9")                                                                                                       \
	C("movb %al,1(%rbx)")                                                                                                              \
	C("movb %ah,1(%rbx)")                                                                                                              \
	C("movb %r8b,1(%rbx)")                                                                                                             \
	C("movw %ax,2(%rbx)")                                                                                                              \
	C("movl %eax,4(%rbx)")                                                                                                             \
	C("movq %rax,8(%rbx)")                                                                                                             \
	C("movb $0x5a,(%rbx)")                                                                                                             \
	C("movw $0x5aa5,(%rbx)")                                                                                                           \
	C("movl $0x8badf00d,(%rbx)")                                                                                                       \
	C("movq $-2,(%rbx)")                                                                                                               \
	C("movnti %rax,8(%rbx)")                                                                                                           \
	C("movzbl 5(%rbx),%eax")                                                                                                           \
	C("movzbq 5(%rbx),%rax")                                                                                                           \
	C("movzwl 6(%rbx),%eax")                                                                                                           \
	C("movzbw 5(%rbx),%ax")                                                                                                            \
	C("movsbl 5(%rbx),%eax")                                                                                                           \
	C("movsbq 7(%rbx),%rax")                                                                                                           \
	C("movswq 6(%rbx),%rax")                                                                                                           \
	C("movslq 4(%rbx),%rax")                                                                                                           \
	C("addl %eax,(%rbx)")                                                                                                              \
	C("addb $0x7f,7(%rbx)")                                                                                                            \
	C("addl (%rbx),%edx")                                                                                                              \
	C("adcq %rax,(%rbx)")                                                                                                              \
	C("stc\n adcl $1,(%rbx)")                                                                                                          \
	C("sbbw %dx,(%rbx)")                                                                                                               \
	C("subl $1,(%rbx)")                                                                                                                \
	C("subq 8(%rbx),%rax")                                                                                                             \
	C("andl $0xff00ff00,(%rbx)")                                                                                                       \
	C("andb %al,(%rbx)")                                                                                                               \
	C("orl $0x10,(%rbx)")                                                                                                              \
	C("orl (%rbx),%ecx")                                                                                                               \
	C("xorq %rdx,(%rbx)")                                                                                                              \
	C("lock orl $0x80,(%rbx)")                                                                                                         \
	C("lock addq %rdx,8(%rbx)")                                                                                                        \
	C("incl (%rbx)")                                                                                                                   \
	C("lock incq 8(%rbx)")                                                                                                             \
	C("decb (%rbx)")                                                                                                                   \
	C("negl (%rbx)")                                                                                                                   \
	C("notw (%rbx)")                                                                                                                   \
	C("shll $3,(%rbx)")                                                                                                                \
	C("shrb %cl,(%rbx)")                                                                                                               \
	C("sarq $1,(%rbx)")                                                                                                                \
	C("roll $5,(%rbx)")                                                                                                                \
	C("rorw %cl,(%rbx)")                                                                                                               \
	C("cmpb $0x80,7(%rbx)")                                                                                                            \
	C("cmpl %eax,(%rbx)")                                                                                                              \
	C("cmpl (%rbx),%eax")                                                                                                              \
	C("cmpq $-1,8(%rbx)")                                                                                                              \
	C("testl $0x100,(%rbx)")                                                                                                           \
	C("testb %al,(%rbx)")                                                                                                              \
	C("testq %rdx,8(%rbx)")                                                                                                            \
	C("btl $5,(%rbx)")                                                                                                                 \
	C("btsl $31,(%rbx)")                                                                                                               \
	C("btrl $0,4(%rbx)")                                                                                                               \
	C("btcq $40,8(%rbx)")                                                                                                              \
	C("btsl %ecx,(%rbx)")                                                                                                              \
	C("movl $70,%ecx\n btsl %ecx,(%rbx)")                                                                                              \
	C("movl $-3,%ecx\n btrw %cx,8(%rbx)")                                                                                              \
	C("lock btsl $3,(%rbx)")                                                                                                           \
	C("xchgl %eax,(%rbx)")                                                                                                             \
	C("xchgb %dl,3(%rbx)")                                                                                                             \
	C("xaddl %eax,(%rbx)")                                                                                                             \
	C("lock xaddq %rdx,8(%rbx)")                                                                                                       \
	C("cmpxchgl %edx,(%rbx)")                                                                                                          \
	C("movl 4(%rbx),%eax\n cmpxchgl %edx,4(%rbx)")                                                                                     \
	C("movq 8(%rbx),%rax\n lock cmpxchgq %rdx,8(%rbx)")                                                                                \
	C("setz 2(%rbx)")                                                                                                                  \
	C("cmpl $9,%ecx\n setl 2(%rbx)")                                                                                                   \
	C("cmpl $1,%ecx\n cmovgl (%rbx),%eax")                                                                                             \
	C("cmpl $100,%ecx\n cmovgq (%rbx),%rax")                                                                                           \
	C("pushq 8(%rbx)\n popq %rdx")                                                                                                     \
	C("movups (%rbx),%xmm1")                                                                                                           \
	C("movups %xmm2,16(%rbx)")                                                                                                         \
	C("movaps (%rbx),%xmm2")                                                                                                           \
	C("movaps %xmm1,(%rbx)")                                                                                                           \
	C("movdqu 5(%rbx),%xmm1")                                                                                                          \
	C("movdqu %xmm1,5(%rbx)")                                                                                                          \
	C("movntdq %xmm1,16(%rbx)")                                                                                                        \
	C("movq (%rbx),%xmm1")                                                                                                             \
	C("movq %xmm1,8(%rbx)")                                                                                                            \
	C("movd (%rbx),%xmm1")                                                                                                             \
	C("movd %xmm2,(%rbx)")                                                                                                             \
	C("movss (%rbx),%xmm1")                                                                                                            \
	C("movss %xmm1,(%rbx)")                                                                                                            \
	C("movsd (%rbx),%xmm1")                                                                                                            \
	C("movsd %xmm1,8(%rbx)")                                                                                                           \
	C("movhps (%rbx),%xmm1")                                                                                                           \
	C("movhps %xmm1,(%rbx)")                                                                                                           \
	C("movlps (%rbx),%xmm1")
#define STRING_CASES                                                                                                                       \
	C("movsb")                                                                                                                         \
	C("movsw")                                                                                                                         \
	C("movsl")                                                                                                                         \
	C("movsq")                                                                                                                         \
	C("rep movsb")                                                                                                                     \
	C("rep movsl")                                                                                                                     \
	C("rep movsq")                                                                                                                     \
	C("std\n leaq 24(%rsi),%rsi\n leaq 24(%rdi),%rdi\n rep movsl\n cld")                                                               \
	C("stosb")                                                                                                                         \
	C("rep stosl")                                                                                                                     \
	C("rep stosq")                                                                                                                     \
	C("lodsb")                                                                                                                         \
	C("lodsw")                                                                                                                         \
	C("lodsl")                                                                                                                         \
	C("lodsq")                                                                                                                         \
	C("repe cmpsb")                                                                                                                    \
	C("cmpsl")                                                                                                                         \
	C("repne scasb")                                                                                                                   \
	C("scasl")                                                                                                                         \
	C("repe scasw")                                                                                                                    \
	C("xorl %ecx,%ecx\n rep movsb")
#define AVX_CASES                                                                                                                          \
	C("vmovups (%rbx),%ymm1")                                                                                                          \
	C("vmovups %ymm2,32(%rbx)")                                                                                                        \
	C("vmovdqu 3(%rbx),%xmm1")                                                                                                         \
	C("vmovdqu %xmm1,(%rbx)")                                                                                                          \
	C("vmovdqa %ymm1,(%rbx)")                                                                                                          \
	C("vmovq (%rbx),%xmm2")                                                                                                            \
	C("vmovd (%rbx),%xmm2")                                                                                                            \
	C("vmovsd %xmm2,(%rbx)")
#define EVEX_CASES                                                                                                                         \
	C("vmovdqu64 (%rbx),%ymm16\n vmovdqu64 %ymm16,32(%rbx)")                                                                           \
	C("vmovdqu8 (%rbx),%zmm17\n vmovdqu8 %zmm17,64(%rbx)")                                                                             \
	C("vmovdqu64 (%rbx),%zmm3\n vmovdqu64 %zmm3,64(%rbx)")

struct snippet {
	const char *text;
	const void *code;
};
/* Each case becomes a label in .text and a row {text, label} between two symbols. */
#define C(t) __asm__(".text\n 1:\n" t "\n ret\n .section .rodata\n 2: .asciz " #t "\n .section snippets,\"aw\"\n .quad 2b, 1b\n .text\n");
#define LIST(name, cases)                                                                                                                  \
	extern const struct snippet name[], name##_end[];                                                                                  \
	__asm__(".section snippets,\"aw\"\n .balign 8\n .globl " #name ", " #name "_end\n " #name ":\n .text\n");                          \
	cases __asm__(".section snippets,\"aw\"\n" #name "_end:\n .text\n")
LIST(sse_list, SSE_CASES);
LIST(string_list, STRING_CASES);
LIST(avx_list, AVX_CASES);
LIST(evex_list, EVEX_CASES);

static uint8_t *device, *plain;         /* page of the device: not accessible; a page of memory */
static uint8_t registers[4096];         /* what the device holds */
static volatile unsigned reads, writes; /* counted behind the compiler's back: by traps */

static int mmio(uint64_t a, int write, unsigned size, uint64_t *v)
{
	uint64_t off = a - (uint64_t)device;
	if (off + size > 4096 || (size != 1 && size != 2 && size != 4 && size != 8))
		return -1;
	if (write) {
		writes++;
		memcpy(registers + off, v, size);
	} else {
		reads++;
		*v = 0;
		memcpy(v, registers + off, size);
	}
	return 0;
}
static void fill(uint8_t *p)
{
	for (int i = 0; i < 256; i++)
		p[i] = (uint8_t)(i * 37 + 0x91);
}
#define DEFINED_FLAGS 0xcd5ull
static void compare(const struct snippet *s, bool avx, int src, int dst)
{
	struct regs a = {.rax = 0x1122334455667788, .rcx = 6, .rdx = 0x99aabbccddeeff01, .r8 = 8, .r9 = 9, .flags = 0x202}, b;
	static uint8_t from_a[256], from_b[256];
	for (int i = 0; i < 32; i++) {
		a.x[0][i] = (uint8_t)(i * 7 + 1);
		a.x[1][i] = (uint8_t)(i * 5 + 3);
	}
	fill(plain);
	fill(registers);
	for (int i = 0; i < 256; i++)
		from_a[i] = from_b[i] = (uint8_t)(i < 4 ? plain[i] : i * 11);
	b = a;
	a.rbx = (uint64_t)plain;
	b.rbx = (uint64_t)device;
	a.rsi = src ? (uint64_t)plain : (uint64_t)from_a;
	b.rsi = src ? (uint64_t)device : (uint64_t)from_b;
	a.rdi = dst ? (uint64_t)plain + 128 * (src != 0) : (uint64_t)from_a;
	b.rdi = dst ? (uint64_t)device + 128 * (src != 0) : (uint64_t)from_b;
	uint64_t si = a.rsi, di = a.rdi, bsi = b.rsi, bdi = b.rdi;
	(avx ? run_avx : run_sse)(&a, s->code);
	(avx ? run_avx : run_sse)(&b, s->code);
	a.rbx = b.rbx = 0;
	a.rsi -= si;
	a.rdi -= di;
	b.rsi -= bsi;
	b.rdi -= bdi;
	a.flags &= DEFINED_FLAGS;
	b.flags &= DEFINED_FLAGS;
	if (memcmp(&a, &b, sizeof(a)) || memcmp(plain, registers, 256) || memcmp(from_a, from_b, 256)) {
		print_message("%s (source %d, destination %d)\n", s->text, src, dst);
		print_message(" rax %llx %llx rcx %llx %llx rdx %llx %llx flags %llx %llx rsi %lld %lld rdi %lld %lld\n", (long long)a.rax,
		              (long long)b.rax, (long long)a.rcx, (long long)b.rcx, (long long)a.rdx, (long long)b.rdx, (long long)a.flags,
		              (long long)b.flags, (long long)a.rsi, (long long)b.rsi, (long long)a.rdi, (long long)b.rdi);
		for (int i = 0; i < 256; i++)
			if (plain[i] != registers[i])
				print_message(" [%d] %02x %02x\n", i, plain[i], registers[i]);
		fail_msg("the emulation of '%s' differs from the processor", s->text);
	}
}
static void moves(void **s)
{
	(void)s;
	image_set_host(&H.host);
	for (const struct snippet *p = sse_list; p < sse_list_end; p++) {
		reads = writes = 0;
		compare(p, false, 0, 0);
		if (!reads && !writes)
			fail_msg("'%s' never reached the device", p->text);
	}
}
static void strings(void **s)
{
	(void)s;
	image_set_host(&H.host);
	for (const struct snippet *p = string_list; p < string_list_end; p++) {
		compare(p, false, 1, 0);
		compare(p, false, 0, 1);
		compare(p, false, 1, 1);
	}
}
static void vectors(void **s)
{
	(void)s;
	image_set_host(&H.host);
	if (!__builtin_cpu_supports("avx"))
		skip();
	for (const struct snippet *p = avx_list; p < avx_list_end; p++)
		compare(p, true, 0, 0);
	if (__builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw"))
		for (const struct snippet *p = evex_list; p < evex_list_end; p++)
			compare(p, true, 0, 0);
}
static void sizes(void **s)
{
	(void)s;
	image_set_host(&H.host);
	reads = writes = 0;
	*(volatile uint32_t *)(device + 4) = 5;
	assert_int_equal(*(volatile uint16_t *)(device + 4), 5);
	assert_int_equal(writes, 1);
	assert_int_equal(reads, 1);
}
/* From driver code; cost; what is no device stays an error of the driver. */
static void driver(void **s)
{
	(void)s;
	struct image *m = harness_load("image_cpu");
	struct timespec a, b;
	image_set_host(&H.host);
	clock_gettime(CLOCK_MONOTONIC, &a);
	assert_int_equal(DRV(m, uint64_t, "device_loop", volatile uint32_t *, uint64_t)((uint32_t *)(device + 8), 2000), 1999);
	clock_gettime(CLOCK_MONOTONIC, &b);
	print_message("a trapped device access: %.1f us\n",
	              ((double)(b.tv_sec - a.tv_sec) * 1e9 + (double)(b.tv_nsec - a.tv_nsec)) / 2001e3);
	mprotect(plain, 4096, PROT_READ);
	expect_fatal(DRV(m, uint64_t, "device_loop", volatile uint32_t *, uint64_t)((uint32_t *)plain, 1));
	mprotect(plain, 4096, PROT_READ | PROT_WRITE);
	assert_int_equal(H.fault.kind, IMAGE_FAULT_ACCESS);
	assert_int_equal(H.fault.write, 1);
	assert_int_equal(H.fault.address, (uint64_t)plain);
	/* a shadow page: reads are served without a trap, writes trap */
	mprotect(device, 4096, PROT_READ);
	reads = writes = 0;
	DRV(m, uint64_t, "device_loop", volatile uint32_t *, uint64_t)((uint32_t *)(device + 8), 3);
	assert_int_equal(writes, 3);
	assert_int_equal(reads, 0);
	mprotect(device, 4096, PROT_NONE);
	image_unload(m);
}
int main(void)
{
	static const struct image_export none[] = {{0}};
	harness_start(none);
	H.host.mmio = mmio;
	image_set_host(&H.host);
	device = mmap(NULL, 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	plain = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	const struct CMUnitTest tests[] = {cmocka_unit_test(sizes), cmocka_unit_test(moves), cmocka_unit_test(strings),
	                                   cmocka_unit_test(vectors), cmocka_unit_test(driver)};
	return harness_end(cmocka_run_group_tests(tests, NULL, NULL));
}
