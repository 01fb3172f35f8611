/* Driver for tests/image: what an image carries besides code: load configuration with a stack cookie, a version resource, data in its own
 * section. */
typedef unsigned long long u64;
typedef unsigned u32;
#define EXPORT __declspec(dllexport)

#define COOKIE_DEFAULT 0x00002B992DDFA232ull
EXPORT u64 __security_cookie = COOKIE_DEFAULT;
/* IMAGE_LOAD_CONFIG_DIRECTORY64 up to the cookie and a little more; the linker finds it by its name. */
const struct {
	u32 size, timestamp, version[1], flags[3];
	u64 x[8];
	u64 *cookie;
	u64 more[5];
} _load_config_used = {.size = 88 + 8 + 40, .cookie = &__security_cookie};
_Static_assert(__builtin_offsetof(__typeof__(_load_config_used), cookie) == 88, "cookie");

/* What a function built with /GS does. */
static __declspec(noinline) void check(u64 v)
{
	if (v != __security_cookie)
		__asm__ volatile("int $0x29" ::"c"(2ull)); /* FAST_FAIL_STACK_COOKIE_CHECK_FAILURE */
}
EXPORT int smash(int n)
{
	volatile struct {
		char buffer[8];
		u64 cookie;
	} frame;
	frame.cookie = __security_cookie ^ (u64)&frame;
	for (int i = 0; i < n; i++)
		frame.buffer[i] = 'A';
	check(frame.cookie ^ (u64)&frame);
	return n;
}
__declspec(allocate("mydata")) EXPORT int in_section = 5;
EXPORT int write_constant(void)
{
	static const volatile int constant = 3;
	*(volatile int *)&constant = 4;
	return constant;
}
EXPORT int write_code(void)
{
	*(volatile char *)write_constant = 0;
	return 0;
}
/* A version resource, as a resource compiler lays it out: type 16, name 1, language 0x409, the data. */
__asm__(".section .rsrc$01,\"dr\"\n .p2align 3\n res: .long 0, 0, 0\n .short 0, 1\n .long 16, 0x80000018\n"
        ".long 0, 0, 0\n .short 0, 1\n .long 1, 0x80000030\n"
        ".long 0, 0, 0\n .short 0, 1\n .long 0x409, 0x48\n"
        ".rva version\n .long version_end-version, 0, 0\n"
        ".section .rsrc$02,\"dr\"\n .p2align 3\n version: .short 92, 52, 0\n"
        ".short 'V','S','_','V','E','R','S','I','O','N','_','I','N','F','O',0,0\n"
        ".long 0xfeef04bd, 0x10000, 0x00020001, 0x00040003, 0x00020001, 0x00040003, 0x3f, 0, 0x40004, 3, 6, 0, 0\n version_end:\n .text\n");
int DriverEntry(void)
{
	return 0;
}
