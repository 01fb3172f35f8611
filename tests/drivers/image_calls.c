/* Driver for tests/image: imports with every kind of argument, nested calls, relocated data, a missing import. No DDI header: plain
 * declarations. */
typedef unsigned long long u64;
typedef unsigned char u8;
#define IMPORT __declspec(dllimport)
#define EXPORT __declspec(dllexport)
IMPORT u64 ImgSum8(u64 a, u64 b, u64 c, u64 d, u64 e, u64 f, u64 g, u64 h);
IMPORT double ImgDoubles(double a, int b, double c, float d, double e, double f);
IMPORT u64 ImgVarargs(const char *fmt, ...);
IMPORT u64 ImgCallMe(u64 (*fn)(u64), u64 n);
IMPORT u64 ImgNothing(u64 a);
IMPORT u64 ImgMissing(u64 a);
IMPORT extern int ImgVariable;
IMPORT extern int ImgMissingVariable;
EXPORT u64 ImgHome(u64 a, u64 b, u64 c, u64 d);

EXPORT int table_values[4] = {11, 22, 33, 44};
EXPORT int *table[4] = {&table_values[3], &table_values[2], &table_values[1], &table_values[0]}; /* relocated pointers */

EXPORT u64 call_sum8(void)
{
	return ImgSum8(1, 20, 300, 4000, 50000, 600000, 7000000, 80000000);
}
EXPORT double call_doubles(void)
{
	return ImgDoubles(0.5, 7, 1.25, 2.0f, 16.0, 32.0);
}
EXPORT u64 call_varargs(void)
{
	return ImgVarargs("iddl", 1, 2.5, 4.5, 0x123456789abcull);
}
/* Recursion through the host: driver -> host -> driver -> host ... */
EXPORT u64 recurse(u64 n)
{
	if (!n)
		return 1;
	u64 r = ImgCallMe(recurse, n - 1);
	return r * 2 + ImgNothing(0);
}
EXPORT u64 call_nothing(u64 n)
{
	u64 s = 0;
	for (u64 i = 0; i < n; i++)
		s += ImgNothing(i);
	return s;
}
EXPORT u64 call_missing(u64 a)
{
	return ImgMissing(a) + 1;
}
EXPORT int read_variable(void)
{
	return ImgVariable;
}
EXPORT int read_missing_variable(void)
{
	return ImgMissingVariable;
}
EXPORT u64 tail_call(u64 a)
{
	return ImgNothing(a); /* compiled to a jump: the return address in the frame is the caller's */
}
/* xmm6-15 and the integer nonvolatiles must survive a call to the host that destroys them. Returns a bit mask of what was lost. */
EXPORT u64 preserved(void)
{
	u64 lost;
	__asm__ volatile("movq %%rsp, %%rax\n subq $0xf8, %%rsp\n andq $-16, %%rsp\n movq %%rax, 0xb0(%%rsp)\n"
	                 "movaps %%xmm6, 0x40(%%rsp)\n movaps %%xmm7, 0x50(%%rsp)\n movaps %%xmm15, 0x60(%%rsp)\n"
	                 "movq %%rbx, 0x70(%%rsp)\n movq %%rsi, 0x78(%%rsp)\n movq %%rdi, 0x80(%%rsp)\n movq %%r12, 0x88(%%rsp)\n movq "
	                 "%%r13, 0x90(%%rsp)\n"
	                 "movq %%r14, 0x98(%%rsp)\n movq %%r15, 0xa0(%%rsp)\n movq %%rbp, 0xa8(%%rsp)\n"
	                 "movq $0x1111, %%rbx\n movq $0x2222, %%rsi\n movq $0x3333, %%rdi\n movq $0x4444, %%r12\n movq $0x5555, %%r13\n "
	                 "movq $0x6666, %%r14\n"
	                 "movq $0x7777, %%r15\n movq $0x8888, %%rbp\n movq %%rbx, %%xmm6\n movq %%rsi, %%xmm7\n movq %%rdi, %%xmm15\n"
	                 "callq *__imp_ImgNothing(%%rip)\n"
	                 "xorl %%eax, %%eax\n"
	                 "cmpq $0x1111, %%rbx\n je 1f\n orl $1, %%eax\n 1: cmpq $0x2222, %%rsi\n je 1f\n orl $2, %%eax\n 1: cmpq $0x3333, "
	                 "%%rdi\n je 1f\n orl $4, %%eax\n"
	                 "1: cmpq $0x4444, %%r12\n je 1f\n orl $8, %%eax\n 1: cmpq $0x5555, %%r13\n je 1f\n orl $16, %%eax\n 1: cmpq "
	                 "$0x6666, %%r14\n je 1f\n orl $32, %%eax\n"
	                 "1: cmpq $0x7777, %%r15\n je 1f\n orl $64, %%eax\n 1: cmpq $0x8888, %%rbp\n je 1f\n orl $128, %%eax\n"
	                 "1: movq %%xmm6, %%rcx\n cmpq $0x1111, %%rcx\n je 1f\n orl $256, %%eax\n 1: movq %%xmm7, %%rcx\n cmpq $0x2222, "
	                 "%%rcx\n je 1f\n orl $512, %%eax\n"
	                 "1: movq %%xmm15, %%rcx\n cmpq $0x3333, %%rcx\n je 1f\n orl $1024, %%eax\n"
	                 "1: movq 0x70(%%rsp), %%rbx\n movq 0x78(%%rsp), %%rsi\n movq 0x80(%%rsp), %%rdi\n movq 0x88(%%rsp), %%r12\n movq "
	                 "0x90(%%rsp), %%r13\n"
	                 "movq 0x98(%%rsp), %%r14\n movq 0xa0(%%rsp), %%r15\n movq 0xa8(%%rsp), %%rbp\n"
	                 "movaps 0x40(%%rsp), %%xmm6\n movaps 0x50(%%rsp), %%xmm7\n movaps 0x60(%%rsp), %%xmm15\n"
	                 "movq 0xb0(%%rsp), %%rsp\n"
	                 : "=a"(lost)
	                 :
	                 : "rcx", "rdx", "r8", "r9", "r10", "r11", "memory", "cc", "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5");
	return lost;
}
int DriverEntry(void *driver, void *path)
{
	(void)driver;
	(void)path;
	return table[1] == &table_values[2] && *table[3] == 11 ? 0 : -1;
}
