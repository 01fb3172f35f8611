/* Driver for tests/image: structured exception handling in all its forms. clang guards calls only, so what faults is in noinline functions.
 */
typedef unsigned long long u64;
typedef unsigned u32;
#define IMPORT   __declspec(dllimport)
#define EXPORT   __declspec(dllexport)
#define NOINLINE __declspec(noinline)
IMPORT void ImgRaise(u32 status);
IMPORT u64 ImgCallMe(u64 (*fn)(u64), u64 n);
IMPORT void ImgNote(int what);
IMPORT u64 ImgNothing(u64 a);
IMPORT void ExRaiseStatus(int status);
IMPORT void ExRaiseAccessViolation(void);
IMPORT void *memcpy(void *to, const void *from, u64 n);
IMPORT u64 ImgClobber(u64 (*fn)(u64), u64 n);
int __C_specific_handler(void);
unsigned long __cdecl _exception_code(void);
void *__cdecl _exception_info(void);
int __cdecl _abnormal_termination(void);
#define GetExceptionCode    _exception_code
#define AbnormalTermination _abnormal_termination

static volatile int sink;
NOINLINE static int read_int(const volatile int *p)
{
	return *p;
}
NOINLINE static void write_int(volatile int *p)
{
	*p = 1;
}
NOINLINE static int divide(volatile int a, volatile int b)
{
	return a / b;
}
NOINLINE static void breakpoint(void)
{
	__asm__ volatile("int3");
}
NOINLINE static void undefined(void)
{
	__asm__ volatile("ud2");
}

EXPORT int catch_read(const int *p)
{
	__try {
		return read_int(p);
	} __except (1) {
		return (int)GetExceptionCode();
	}
}
EXPORT int catch_write(int *p)
{
	__try {
		write_int(p);
	} __except (1) {
		return (int)GetExceptionCode();
	}
	return 0;
}
EXPORT int catch_divide(int a, int b)
{
	__try {
		return divide(a, b);
	} __except (1) {
		return (int)GetExceptionCode();
	}
}
EXPORT int catch_breakpoint(void)
{
	__try {
		breakpoint();
	} __except (1) {
		return (int)GetExceptionCode();
	}
	return 0;
}
EXPORT int catch_undefined(void)
{
	__try {
		undefined();
	} __except (1) {
		return (int)GetExceptionCode();
	}
	return 0;
}
EXPORT int catch_call(void (*fn)(void))
{
	__try {
		fn();
	} __except (1) {
		return (int)GetExceptionCode();
	}
	return 0;
}
EXPORT int catch_status(int status)
{
	__try {
		ExRaiseStatus(status);
	} __except (1) {
		return (int)GetExceptionCode();
	}
	return 0;
}
EXPORT int catch_host_raise(int status)
{
	__try {
		ImgRaise((u32)status);
	} __except (1) {
		return (int)GetExceptionCode();
	}
	return 0;
}
EXPORT int catch_memcpy(void *to, const void *from)
{
	__try {
		memcpy(to, from, 16);
	} __except (1) {
		return (int)GetExceptionCode();
	}
	return 0;
}
/* No handler anywhere: fatal. */
EXPORT int uncaught_read(const int *p)
{
	return read_int(p) + 1;
}
/* Filters decide by code; the outer one takes what the inner one does not. */
EXPORT int catch_selective(int status)
{
	__try {
		__try {
			ImgRaise((u32)status);
		} __except (GetExceptionCode() == 0xC0000001) {
			return 1;
		}
	} __except (GetExceptionCode() == 0xC0000002) {
		return 2;
	}
	return 0;
}

/* Order: body, inner finally, outer finally, handler. */
NOINLINE static void with_finally(const int *p)
{
	__try {
		ImgNote(1);
		sink = read_int(p);
		ImgNote(99);
	} __finally {
		ImgNote(AbnormalTermination() ? 2 : 20);
	}
	ImgNote(10);
}
EXPORT int finally_order(const int *p)
{
	__try {
		__try {
			with_finally(p);
		} __finally {
			ImgNote(AbnormalTermination() ? 3 : 30);
		}
	} __except (ImgNote(0), 1) {
		ImgNote(4);
		return -1;
	}
	ImgNote(40);
	return 0;
}
/* Driver -> host -> driver, the inner one faults, the outer one handles. */
static u64 inner(u64 p)
{
	__try {
		return (u64)read_int((const int *)p);
	} __finally {
		ImgNote(5);
	}
}
static u64 middle(u64 p)
{
	return ImgCallMe(inner, p) + 1;
}
EXPORT int across_host(u64 p)
{
	__try {
		return (int)ImgCallMe(middle, p);
	} __except (1) {
		ImgNote(6);
		return -2;
	}
}
/* A filter that mends the cause and continues. */
static int target_ok = 77;
struct pointers {
	struct {
		u32 code, flags;
		void *r, *address;
		u32 n;
		u64 info[15];
	} * record;
	u64 *context;
};
static int mend(struct pointers *p)
{
	ImgNote((int)p->record->info[0] * 100 + 8);
	if (p->record->info[1] != 0x1000)
		return 0;
	for (int i = 15; i < 31; i++) /* integer registers of the CONTEXT, from offset 120 */
		if (p->context[i] == 0x1000)
			p->context[i] = (u64)&target_ok;
	return -1;
}
EXPORT int continue_execution(void)
{
	int r = 0;
	__try {
		r = read_int((const int *)0x1000);
	} __except (mend((struct pointers *)_exception_info())) {
		return -1;
	}
	return r;
}
/* A second exception in the handler's finally: taken by the outer handler, the first one is forgotten, no finally runs twice. */
NOINLINE static void finally_that_raises(const int *p)
{
	__try {
		__try {
			sink = read_int(p);
		} __finally {
			ImgNote(1);
			ImgRaise(0xC0000077);
		}
	} __finally {
		ImgNote(2);
	}
}
EXPORT int collided(const int *p)
{
	__try {
		__try {
			finally_that_raises(p);
		} __except (GetExceptionCode() == 0xC0000005) {
			ImgNote(50);
			return -1;
		}
	} __except (1) {
		ImgNote(3);
		return (int)GetExceptionCode();
	}
	return 0;
}
/* A filter that faults itself, the first time. (One that faults always is asked for ever, on Windows too: its own __try guards the first
 * exception.) */
static int faulted;
static int bad_filter(const int *p)
{
	ImgNote(1);
	return faulted++ ? 0 : read_int(p);
}
NOINLINE static int filter_inner(const int *p)
{
	__try {
		ImgRaise(0xC0000001);
	} __except (bad_filter(p)) {
		ImgNote(60);
	}
	return 0;
}
static int only_first(int code, int *n)
{
	ImgNote(code == (int)0xC0000005 ? 2 : 3);
	return ++*n == 1;
}
EXPORT int nested_in_filter(const int *p)
{
	int n = 0;
	faulted = 0;
	__try {
		return filter_inner(p);
	} __except (only_first((int)GetExceptionCode(), &n)) {
		return (int)GetExceptionCode();
	}
}
/* An exception raised and handled wholly inside a __finally that runs because of another one. */
NOINLINE static void handled_inside(void)
{
	__try {
		ImgRaise(0xC0000003);
	} __except (1) {
		ImgNote(7);
	}
}
EXPORT int exception_inside_finally(const int *p)
{
	__try {
		__try {
			sink = read_int(p);
		} __finally {
			handled_inside();
			ImgNote(8);
		}
	} __except (1) {
		return (int)GetExceptionCode();
	}
	return 0;
}
/* Nonvolatile registers of the frame that handles must be what they were, whatever ran in between. */
static u64 clobbering(u64 p)
{
	__asm__ volatile("xorps %%xmm6, %%xmm6\n xorps %%xmm7,%%xmm7\n xorps %%xmm10,%%xmm10\n xorps %%xmm15, %%xmm15\n xorl %%ebx, "
	                 "%%ebx\n xorl %%esi, %%esi\n"
	                 "xorl %%edi, %%edi\n xorl %%r12d, %%r12d\n xorl %%r15d, %%r15d\n" ::
	                         : "xmm6", "xmm7", "xmm10", "xmm15", "rbx", "rsi", "rdi", "r12", "r15");
	return (u64)read_int((const int *)p);
}
NOINLINE static int guarded_clobber(u64 p)
{
	__try {
		return (int)ImgClobber(clobbering, p);
	} __except (1) {
		return -5;
	}
}
EXPORT u64 registers_after(u64 p)
{
	u64 lost = 0;
	__asm__ volatile(
	        "pushq %%r14\n movq %%rsp, %%r14\n subq $0x120, %%rsp\n andq $-16, %%rsp\n"
	        "movups %%xmm6, 0x40(%%rsp)\n movups %%xmm7, 0x50(%%rsp)\n movups %%xmm10, 0x60(%%rsp)\n movups %%xmm15, 0x70(%%rsp)\n"
	        "movq %%rbx, 0x80(%%rsp)\n movq %%rsi, 0x88(%%rsp)\n movq %%rdi, 0x90(%%rsp)\n movq %%r12, 0x98(%%rsp)\n movq %%r15, "
	        "0xa0(%%rsp)\n"
	        "movq %%rsp, 0xa8(%%rsp)\n"
	        "movq $0x1111, %%rbx\n movq $0x2222, %%rsi\n movq $0x3333, %%rdi\n movq $0x4444, %%r12\n movq $0x5555, %%r15\n"
	        "movq %%rbx, %%xmm6\n movq %%rsi, %%xmm7\n movq %%rdi, %%xmm10\n movq %%r12, %%xmm15\n"
	        "callq *%%rax\n"
	        "cmpl $-5, %%eax\n je 1f\n movl $1, %%eax\n jmp 2f\n 1: xorl %%eax, %%eax\n 2: \n"
	        "cmpq $0x1111, %%rbx\n je 1f\n orl $2, %%eax\n 1: cmpq $0x2222, %%rsi\n je 1f\n orl $4, %%eax\n 1: cmpq $0x3333, %%rdi\n "
	        "je 1f\n orl $8, %%eax\n"
	        "1: cmpq $0x4444, %%r12\n je 1f\n orl $16, %%eax\n 1: cmpq $0x5555, %%r15\n je 1f\n orl $32, %%eax\n"
	        "1: movq %%xmm6, %%rcx\n cmpq $0x1111, %%rcx\n je 1f\n orl $64, %%eax\n 1: movq %%xmm7, %%rcx\n cmpq $0x2222, %%rcx\n je "
	        "1f\n orl $128, %%eax\n"
	        "1: movq %%xmm10, %%rcx\n cmpq $0x3333, %%rcx\n je 1f\n orl $256, %%eax\n 1: movq %%xmm15, %%rcx\n cmpq $0x4444, %%rcx\n "
	        "je 1f\n orl $512, %%eax\n"
	        "1: cmpq 0xa8(%%rsp), %%rsp\n je 1f\n orl $1024, %%eax\n 1: movq 0x80(%%rsp), %%rbx\n movq 0x88(%%rsp), %%rsi\n movq "
	        "0x90(%%rsp), %%rdi\n"
	        "movq 0x98(%%rsp), %%r12\n movq 0xa0(%%rsp), %%r15\n movups 0x40(%%rsp), %%xmm6\n movups 0x50(%%rsp), %%xmm7\n"
	        "movups 0x60(%%rsp), %%xmm10\n movups 0x70(%%rsp), %%xmm15\n movq %%r14, %%rsp\n popq %%r14\n"
	        : "=a"(lost), "+c"(p)
	        : "0"(guarded_clobber)
	        : "rdx", "r8", "r9", "r10", "r11", "memory", "cc", "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5");
	return lost;
}
/* Stack overflow: each frame touches its own page. */
#pragma clang diagnostic ignored "-Winfinite-recursion"
EXPORT NOINLINE int overflow(volatile int *p)
{
	volatile int big[1024];
	big[0] = *p;
	big[1023] = overflow(big);
	return big[0] + big[1023];
}
EXPORT void fast_fail(int code)
{
	__asm__ volatile("int $0x29" ::"c"(code));
}
EXPORT int assertion(void)
{
	__asm__ volatile("int $0x2c");
	return 1;
}
EXPORT u64 system_call(u64 nr)
{
	u64 r;
	__asm__ volatile("syscall" : "=a"(r) : "0"(nr) : "rcx", "r11", "memory");
	return r;
}
EXPORT u64 system_call_32(u64 nr)
{
	u64 r;
	__asm__ volatile("int $0x80" : "=a"(r) : "0"(nr) : "rcx", "r8", "r9", "r10", "r11", "memory");
	return r;
}
EXPORT u64 system_enter(u64 nr)
{
	u64 r;
	__asm__ volatile("sysenter" : "=a"(r) : "0"(nr) : "rcx", "rdx", "r8", "r9", "r10", "r11", "memory");
	return r;
}
EXPORT void privileged(void)
{
	__asm__ volatile("lidt 0(%%rsp)" ::: "memory");
}
/* What the Microsoft compiler puts between us and __C_specific_handler for functions with a stack cookie: a language handler of the image's
 * own. */
int gs_handler(void *record, void *frame, void *context, void *dispatcher);
__asm__(".text\n .globl gs_guarded\n .p2align 4\n gs_guarded:\n .seh_proc gs_guarded\n subq $0x28, %rsp\n .seh_stackalloc 0x28\n "
        ".seh_endprologue\n"
        ".seh_handler gs_handler, @unwind, @except\n .seh_handlerdata\n .long 1\n .rva gs_begin, gs_end\n .long 1\n .rva gs_except\n "
        ".text\n"
        "gs_begin: movl (%rcx), %eax\n gs_end: nop\n addq $0x28, %rsp\n retq\n gs_except: addl $1, %eax\n addq $0x28, %rsp\n retq\n "
        ".seh_endproc\n"
        ".section .drectve,\"yn\"\n .ascii \" /EXPORT:gs_guarded\"\n .text\n");
typedef int specific_handler(void *record, void *frame, void *context, void *dispatcher);
int gs_handler(void *record, void *frame, void *context, void *dispatcher)
{
	ImgNote(((u32 *)record)[1] & 2 ? 12 : 11); /* unwinding or searching */
	return ((specific_handler *)__C_specific_handler)(record, frame, context, dispatcher);
}
/* What a `return` inside __try with __finally compiles to: a local unwind to a place in the same frame. */
__asm__(".text\n .globl leaves_try\n .p2align 4\n leaves_try:\n .seh_proc leaves_try\n subq $0x28, %rsp\n .seh_stackalloc 0x28\n "
        ".seh_endprologue\n"
        ".seh_handler __C_specific_handler, @unwind, @except\n .seh_handlerdata\n .long 2\n .rva lt_begin, lt_end, lt_finally\n .long 0\n"
        ".rva lt_begin, lt_all, lt_outer\n .long 0\n .text\n"
        "lt_begin: movq %rsp, %rcx\n leaq lt_target(%rip), %rdx\n callq *__imp__local_unwind(%rip)\n nop\n lt_end: movl $1, %eax\n jmp 1f\n"
        "lt_target: movl $2, %eax\n 1: nop\n lt_all: addq $0x28, %rsp\n retq\n .seh_endproc\n .section .drectve,\"yn\"\n .ascii \" "
        "/EXPORT:leaves_try\"\n .text\n");
IMPORT void _local_unwind(void *, void *);
void *keep_local_unwind(void);
void *keep_local_unwind(void)
{
	return (void *)_local_unwind;
}
void lt_finally(int abnormal, void *frame);
void lt_finally(int abnormal, void *frame)
{
	ImgNote(abnormal & 0xff ? 21 : 20);
}
void lt_outer(int abnormal, void *frame);
void lt_outer(int abnormal, void *frame)
{
	ImgNote(22); /* its body is not left: must not run */
}
/* A driver that walks its own stack. */
IMPORT void RtlCaptureContext(void *c);
IMPORT void *RtlLookupFunctionEntry(u64 pc, u64 *base, void *history);
IMPORT void *RtlVirtualUnwind(u32 type, u64 base, u64 pc, void *fn, void *c, void **data, u64 *frame, void *pointers);
IMPORT void *RtlPcToFileHeader(void *pc, void **base);
NOINLINE static u64 caller_pc(void)
{
	static __declspec(align(16)) u64 c[154];
	u64 base, frame;
	void *data, *header;
	RtlCaptureContext(c);
	void *fn = RtlLookupFunctionEntry(c[31], &base, 0);
	if (!fn || RtlPcToFileHeader((void *)c[31], &header) != (void *)base)
		return 0;
	RtlVirtualUnwind(0, base, c[31], fn, c, &data, &frame, 0);
	return c[31];
}
EXPORT NOINLINE u64 walk_self(void)
{
	return caller_pc() - (u64)walk_self;
}
/* RtlRaiseException with parameters, and going on after it. */
IMPORT void RtlRaiseException(void *record);
static int go_on(struct pointers *p)
{
	ImgNote((int)p->record->n);
	return p->record->code == 0xE0001234 && p->record->info[1] == 7 ? -1 : 0;
}
EXPORT int raise_record(void)
{
	struct {
		u32 code, flags;
		void *r, *address;
		u32 n;
		u64 info[15];
	} record = {.code = 0xE0001234, .n = 2, .info = {6, 7}};
	__try {
		RtlRaiseException(&record);
		ImgNote(31);
	} __except (go_on((struct pointers *)_exception_info())) {
		return -1;
	}
	return 0;
}
EXPORT u64 plain(u64 a)
{
	return ImgNothing(a) + 1;
}
int DriverEntry(void)
{
	return 0;
}
