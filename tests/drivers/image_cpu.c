/* Driver for tests/image: what Windows drivers do with the processor inline: cr8, SharedUserData, ports, msrs, gs. */
typedef unsigned long long u64;
typedef unsigned u32;
typedef unsigned short u16;
typedef unsigned char u8;
#define EXPORT __declspec(dllexport)
#define IMPORT __declspec(dllimport)
IMPORT u64 ImgNothing(u64 a);

/* Old headers' KeGetCurrentIrql, KeRaiseIrql, KeLowerIrql. */
EXPORT u64 read_cr8(void)
{
	u64 v;
	__asm__ volatile("movq %%cr8, %0" : "=r"(v));
	return v;
}
EXPORT u64 raise_lower(u64 to)
{
	u64 old, mid, end;
	__asm__ volatile("movq %%cr8, %0" : "=r"(old));
	__asm__ volatile("movq %0, %%cr8" ::"r"(to));
	__asm__ volatile("movq %%cr8, %0" : "=r"(mid));
	ImgNothing(0);
	__asm__ volatile("movq %0, %%cr8" ::"r"(old));
	__asm__ volatile("movq %%cr8, %0" : "=r"(end));
	return old | mid << 8 | end << 16;
}
/* The instruction after it is a call through the import table, a direct call, a jump, one with a rip-relative operand. */
static volatile u64 cell = 5;
__declspec(noinline) static u64 twice(u64 a)
{
	return a * 2 + cell;
}
EXPORT u64 before_call(u64 to)
{
	__asm__ volatile("movq %0, %%cr8" ::"r"(to));
	return ImgNothing(to) + 1;
}
EXPORT u64 before_direct_call(u64 to)
{
	__asm__ volatile("movq %0, %%cr8" ::"r"(to));
	return twice(to) + 1;
}
EXPORT u64 before_relative(u64 to)
{
	u64 v;
	__asm__ volatile("movq %1, %%cr8\n movq %2, %0" : "=r"(v) : "r"(to), "m"(cell));
	return v;
}
EXPORT u64 before_jump(u64 to, u64 b)
{
	u64 r = 1;
	__asm__ volatile("movq %1, %%cr8\n testq %2, %2\n je 1f\n movq $2, %0\n 1:" : "+r"(r) : "r"(to), "r"(b) : "cc");
	return r;
}
/* A loop whose head is right behind the instruction: a jump into the middle of what a patch would take. */
EXPORT u64 loop_behind(u64 n)
{
	u64 r = 0, v;
	__asm__ volatile("movq %%rcx, %%rdx\n jmp 2f\n 2: movq %%cr8, %0\n 1: incq %1\n decq %%rdx\n jnz 1b"
	                 : "=&r"(v), "+r"(r), "+c"(n)
	                 :
	                 : "rdx", "cc");
	return r + (v << 32);
}
/* No register may change by a write of cr8, not even the volatile ones. Returns what was lost. */
EXPORT u64 cr8_keeps(void)
{
	u64 lost;
	__asm__ volatile(
	        "movl $1, %%eax\n movl $2, %%ecx\n movl $3, %%edx\n movl $4, %%r8d\n movl $5, %%r9d\n movl $6, %%r10d\n movl $7, %%r11d\n"
	        "movq %%rax, %%xmm0\n movq %%r11, %%xmm5\n movq %%rcx, %%xmm6\n"
	        "movq %%rcx, %%cr8\n nop\n nop\n"
	        "cmpl $1, %%eax\n jne 9f\n cmpl $2, %%ecx\n jne 9f\n cmpl $3, %%edx\n jne 9f\n cmpl $4, %%r8d\n jne 9f\n cmpl $5, %%r9d\n "
	        "jne 9f\n"
	        "cmpl $6, %%r10d\n jne 9f\n cmpl $7, %%r11d\n jne 9f\n movq %%xmm0, %%rcx\n cmpl $1, %%ecx\n jne 9f\n movq %%xmm5, %%rcx\n "
	        "cmpl $7, %%ecx\n jne 9f\n"
	        "movq %%xmm6, %%rcx\n cmpl $2, %%ecx\n jne 9f\n xorl %%eax, %%eax\n jmp 8f\n 9: movl $1, %%eax\n 8:\n"
	        : "=a"(lost)
	        :
	        : "rcx", "rdx", "r8", "r9", "r10", "r11", "xmm0", "xmm5", "xmm6", "cc");
	return lost;
}
/* A stub's instruction that faults: the report must name the original place. */
EXPORT u64 fault_behind(const u64 *p)
{
	u64 v, w;
	__asm__ volatile("movq %%cr8, %0\n movq (%2), %1\n nop" : "=&r"(v), "=r"(w) : "r"(p));
	return v + w;
}
/* SharedUserData: SystemTime.LowPart, TickCount, by constant address and by base. */
EXPORT u64 system_time(void)
{
	return *(volatile u64 *)0xFFFFF78000000014ull;
}
EXPORT u64 tick_count(void)
{
	volatile u8 *base;
	__asm__ volatile("movabsq $0xFFFFF78000000000, %0" : "=r"(base));
	return *(volatile u64 *)(base + 0x320) + base[0x26c];
}
/* The address is computed: no immediate to patch, so it traps and is emulated. */
EXPORT u64 computed_time(u64 shift)
{
	u64 a = 0xFFFFF780ull << shift;
	return *(volatile u64 *)(a + 0x14);
}
EXPORT void write_shared(void)
{
	*(volatile u32 *)0xFFFFF78000000014ull = 1;
}
EXPORT u32 port_in(u16 port)
{
	u32 v;
	u8 b;
	__asm__ volatile("inl %%dx, %0" : "=a"(v) : "d"(port));
	__asm__ volatile("inb %%dx, %0" : "=a"(b) : "d"(port));
	return v + b;
}
EXPORT void port_out(u16 port, u32 v)
{
	__asm__ volatile("outl %0, %%dx\n outw %w0, %%dx\n outb %b0, $0x70" ::"a"(v), "d"(port));
}
EXPORT void port_ins(u16 port, u16 *to, u64 n)
{
	__asm__ volatile("rep insw" : "+D"(to), "+c"(n) : "d"(port) : "memory");
}
EXPORT void port_outs(u16 port, const u8 *from, u64 n)
{
	__asm__ volatile("rep outsb" : "+S"(from), "+c"(n) : "d"(port) : "memory");
}
EXPORT u64 msr(u32 number)
{
	u32 low, high;
	__asm__ volatile("rdmsr" : "=a"(low), "=d"(high) : "c"(number));
	__asm__ volatile("wrmsr" ::"a"(low + 1), "d"(high), "c"(number));
	return low | (u64)high << 32;
}
EXPORT u64 harmless(void)
{
	u64 a = 0, flags;
	__asm__ volatile("cli\n sti\n wbinvd\n hlt\n pushfq\n popq %0\n invlpg (%1)" : "=&r"(flags) : "r"(&a) : "memory");
	return flags >> 9 & 1;
}
EXPORT u64 read_cr3(void)
{
	u64 v;
	__asm__ volatile("movq %%cr3, %0" : "=r"(v));
	return v;
}
EXPORT u64 device_loop(volatile u32 *p, u64 n)
{
	for (u64 i = 0; i < n; i++)
		*p = (u32)i;
	return *p;
}
EXPORT u64 gs_read(void)
{
	u64 v;
	__asm__ volatile("movq %%gs:0x18, %0" : "=r"(v));
	return v;
}
int DriverEntry(void)
{
	return 0;
}
