/* Structured exception handling of driver code: filters, finally, nesting, host frames in between, preserved registers, what is fatal. */
#include "harness.h"
#include <sys/prctl.h>

static int notes[64], note_count;
static void MS note(int what)
{
	if (note_count < 64)
		notes[note_count++] = what;
}
static uint64_t MS call_me(uint64_t MS (*fn)(uint64_t), uint64_t n)
{
	return fn(n) + 1;
}
static uint64_t MS clobber(uint64_t MS (*fn)(uint64_t), uint64_t n)
{
	uint64_t r = fn(n);
	__asm__ volatile("" ::: "rbx", "r12", "r13", "r14", "r15", "xmm6", "xmm7", "xmm10", "xmm15");
	return r;
}
static void MS raise_status(uint32_t s)
{
	image_raise_status(s);
}
static uint64_t MS nothing(uint64_t a)
{
	return a;
}
static void *MS ms_memcpy(void *to, const void *from, uint64_t n)
{
	__asm__ volatile("rep movsb" : "+D"(to), "+S"(from), "+c"(n)::"memory");
	return to;
}
static const struct image_export table[] = {FN("ImgNote", note),
                                            FN("ImgCallMe", call_me),
                                            FN("ImgRaise", raise_status),
                                            FN("ImgClobber", clobber),
                                            FN("ImgNothing", nothing),
                                            FN("memcpy", ms_memcpy),
                                            {0}};
static struct image *m;

static int setup(void **s)
{
	(void)s;
	note_count = 0;
	H.unwound = 0;
	return 0;
}
#define BEGIN                                                                                                                              \
	(void)s;                                                                                                                           \
	image_set_host(&H.host)
static void assert_notes(int n, const int *expected)
{
	for (int i = 0; i < n && i < note_count; i++)
		assert_int_equal(notes[i], expected[i]);
	assert_int_equal(note_count, n);
	assert_ptr_equal(H.thread->top, H.thread->base); /* the side stack is as it was */
}
#define NOTES(...) assert_notes(sizeof((int[]){__VA_ARGS__}) / sizeof(int), (int[]){__VA_ARGS__})

static void faults(void **s)
{
	BEGIN;
	int v = 5;
	assert_int_equal(DRV(m, int, "catch_read", const int *)(&v), 5);
	assert_int_equal((uint32_t)DRV(m, int, "catch_read", const int *)(NULL), 0xC0000005);
	assert_int_equal(H.unwound, 1);
	assert_int_equal((uint32_t)DRV(m, int, "catch_read", const int *)((int *)0x8000000000000000ull), 0xC0000005);
	assert_int_equal((uint32_t)DRV(m, int, "catch_write", int *)((int *)16), 0xC0000005);
	assert_int_equal(DRV(m, int, "catch_write", int *)(&v), 0);
	assert_int_equal((uint32_t)DRV(m, int, "catch_divide", int, int)(1, 0), 0xC0000094);
	assert_int_equal((uint32_t)DRV(m, int, "catch_divide", int, int)(INT32_MIN, -1), 0xC0000095);
	assert_int_equal(DRV(m, int, "catch_divide", int, int)(12, 4), 3);
	assert_int_equal((uint32_t)DRV(m, int, "catch_breakpoint", void)(), 0x80000003);
	assert_int_equal((uint32_t)DRV(m, int, "catch_undefined", void)(), 0xC000001D);
	assert_int_equal((uint32_t)DRV(m, int, "catch_call", void *)(NULL), 0xC0000005);
	assert_int_equal((uint32_t)DRV(m, int, "catch_call", void *)(&v), 0xC0000005); /* data is not executable */
	assert_int_equal((uint32_t)DRV(m, int, "catch_call", void *)((void *)0x1234567890abcdefull), 0xC0000005);
	assert_int_equal((uint32_t)DRV(m, int, "catch_call", void *)(image_export_address(m, "assertion")), 0xC0000420);
	assert_int_equal((uint32_t)DRV(m, int, "catch_call", void *)(image_export_address(m, "privileged")), 0xC0000096);
	NOTES();
}
#undef NOTES
#define NOTES(...) assert_notes(sizeof((int[]){0, ##__VA_ARGS__}) / sizeof(int) - 1, (int[]){0, ##__VA_ARGS__} + 1)

static void raised_by_us(void **s)
{
	BEGIN;
	assert_int_equal((uint32_t)DRV(m, int, "catch_status", int)((int)0xC000009A), 0xC000009A);
	assert_int_equal((uint32_t)DRV(m, int, "catch_host_raise", int)((int)0xC00000BB), 0xC00000BB);
	assert_int_equal(DRV(m, int, "catch_selective", int)((int)0xC0000001), 1);
	assert_int_equal(DRV(m, int, "catch_selective", int)((int)0xC0000002), 2);
	char buf[16];
	assert_int_equal(DRV(m, int, "catch_memcpy", void *, const void *)(buf, "0123456789abcdef"), 0);
	assert_int_equal((uint32_t)DRV(m, int, "catch_memcpy", void *, const void *)(buf, (void *)8), 0xC0000005);
	assert_ptr_equal(H.thread->top, H.thread->base);
}
static void finally_order(void **s)
{
	BEGIN;
	int v = 1;
	assert_int_equal(DRV(m, int, "finally_order", const int *)(&v), 0);
	NOTES(1, 99, 20, 10, 30, 40);
	note_count = 0;
	assert_int_equal(DRV(m, int, "finally_order", const int *)(NULL), -1);
	NOTES(1, 0, 2, 3, 4); /* the filter runs before any finally */
}
static void host_frames(void **s)
{
	BEGIN;
	int v = 10;
	assert_int_equal(DRV(m, int, "across_host", uint64_t)((uint64_t)&v), 13);
	NOTES(5);
	note_count = 0;
	assert_int_equal(DRV(m, int, "across_host", uint64_t)(0), -2);
	NOTES(5, 6);
	assert_int_equal(H.unwound, 1);
}
static void continuing(void **s)
{
	BEGIN;
	assert_int_equal(DRV(m, int, "continue_execution", void)(), 77);
	NOTES(8);
}
static void collided(void **s)
{
	BEGIN;
	assert_int_equal((uint32_t)DRV(m, int, "collided", const int *)(NULL), 0xC0000077);
	NOTES(1, 2, 3);
	note_count = 0;
	assert_int_equal((uint32_t)DRV(m, int, "exception_inside_finally", const int *)(NULL), 0xC0000005);
	NOTES(7, 8);
}
static void filter_faults(void **s)
{
	BEGIN;
	/* The outer handler sees the inner filter's access violation. */
	assert_int_equal((uint32_t)DRV(m, int, "nested_in_filter", const int *)(NULL), 0xC0000005);
	NOTES(1, 1, 2);
}
static void registers(void **s)
{
	BEGIN;
	assert_int_equal(DRV(m, uint64_t, "registers_after", uint64_t)(0), 0);
}
static void compiled_by_others(void **s)
{
	BEGIN;
	int v = 9;
	assert_int_equal(DRV(m, int, "gs_guarded", int *)(&v), 9);
	assert_int_equal((uint32_t)DRV(m, int, "gs_guarded", int *)(NULL), 0xC0000006); /* the code, plus one */
	NOTES(11, 12);
	note_count = 0;
	assert_int_equal(DRV(m, int, "leaves_try", void)(), 2);
	NOTES(21);
}
static void own_walks(void **s)
{
	BEGIN;
	assert_in_range(DRV(m, uint64_t, "walk_self", void)(), 1, 64);
	assert_int_equal(DRV(m, int, "raise_record", void)(), 0);
	NOTES(2, 31);
}
static void uncaught(void **s)
{
	(void)s;
	expect_fatal(DRV(m, int, "uncaught_read", const int *)((int *)0x40));
	assert_int_equal(H.fault.kind, IMAGE_FAULT_ACCESS);
	assert_int_equal(H.fault.ntstatus, 0xC0000005);
	assert_int_equal(H.fault.address, 0x40);
	assert_int_equal(H.fault.write, 0);
	assert_int_equal(H.fault.size, 4);
	assert_string_equal(H.fault.where.module, "image_seh");
	assert_true(strstr(H.fault.instruction, "mov") != NULL);
	assert_true(H.fault.depth >= 2);
	assert_string_equal(H.fault.stack[1].symbol, "uncaught_read");
	assert_int_equal(H.fault.regs[16] - (uint64_t)image_info(m)->base, H.fault.where.rva);
	expect_fatal(DRV(m, int, "uncaught_read", const int *)((int *)0xdead000000000000ull)); /* not canonical: si_addr says nothing */
	assert_true(H.fault.address == 0xdead000000000000ull);
	expect_fatal((DRV(m, void, "privileged", void)(), 0));
	assert_int_equal(H.fault.kind, IMAGE_FAULT_PRIVILEGED);
	expect_fatal(DRV(m, int, "assertion", void)());
	assert_int_equal(H.fault.ntstatus, 0xC0000420);
}
static void fast_fail(void **s)
{
	(void)s;
	expect_fatal((DRV(m, void, "fast_fail", int)(2), 0));
	assert_int_equal(H.fault.kind, IMAGE_FAULT_FASTFAIL);
	assert_int_equal(H.fault.address, 2);
	assert_string_equal(H.fault.where.symbol, "fast_fail");
}
static void stack_overflow(void **s)
{
	(void)s;
	volatile int v = 0;
	expect_fatal(DRV(m, int, "overflow", volatile int *)(&v));
	assert_int_equal(H.fault.kind, IMAGE_FAULT_STACK);
	assert_int_equal(H.fault.ntstatus, 0xC00000FD);
	assert_string_equal(H.fault.stack[1].symbol, "overflow"); /* 0 is __chkstk */
	assert_true(H.fault.depth > 10);
}
static char selector;
static void system_calls(void **s)
{
	(void)s;
	/* as the machine does: only libc's text may make system calls while the selector says so */
	unsigned long low = 0, high = 0;
	char line[400];
	FILE *f = fopen("/proc/self/maps", "r");
	while (!high && fgets(line, sizeof(line), f))
		if (strstr(line, "libc.so") && strstr(line, "r-xp") && sscanf(line, "%lx-%lx", &low, &high) != 2)
			high = 0;
	fclose(f);
	if (prctl(59 /* PR_SET_SYSCALL_USER_DISPATCH */, 1, low, high - low, &selector))
		skip();
	selector = 0;
	expect_fatal(({
		selector = 1;
		DRV(m, uint64_t, "system_call", uint64_t)(39);
	}));
	selector = 0;
	assert_int_equal(H.fault.kind, IMAGE_FAULT_SYSCALL);
	assert_string_equal(H.fault.instruction, "syscall");
	assert_string_equal(H.fault.where.symbol, "system_call");
	assert_int_equal(H.fault.address, 39);
	expect_fatal(({
		selector = 1;
		DRV(m, uint64_t, "system_enter", uint64_t)(20);
	}));
	selector = 0;
	assert_int_equal(H.fault.kind, IMAGE_FAULT_SYSCALL);
	assert_string_equal(H.fault.instruction, "sysenter");
	expect_fatal(({
		selector = 1;
		DRV(m, uint64_t, "system_call_32", uint64_t)(20);
	}));
	selector = 0;
	prctl(59, 0, 0, 0, 0);
	assert_int_equal(H.fault.kind, IMAGE_FAULT_SYSCALL);
	assert_string_equal(H.fault.instruction, "int 0x80");
	assert_string_equal(H.fault.where.symbol, "system_call_32");
}
static int refuse(const struct image_fault *f)
{
	return f->kind != IMAGE_FAULT_ACCESS;
}
static void refused(void **s)
{
	(void)s;
	H.host.may_dispatch = refuse;
	expect_fatal(DRV(m, int, "catch_read", const int *)(NULL));
	H.host.may_dispatch = NULL;
	assert_int_equal(H.fault.kind, IMAGE_FAULT_ACCESS);
}
static unsigned depth;
static uint64_t MS look(uint64_t a)
{
	struct image_where w[8];
	depth = image_backtrace(w, 8);
	assert_string_equal(w[0].symbol, "plain");
	struct image_fault f = {0};
	image_describe_here(&f);
	assert_string_equal(f.where.symbol, "plain");
	return a;
}
static struct image_export looking[] = {FN("ImgNothing", look), {0}};
static void backtrace(void **s)
{
	(void)s;
	H.exports = looking;
	struct image *n = harness_load("image_seh");
	DRV(n, uint64_t, "plain", uint64_t)(0);
	assert_int_equal(depth, 1);
	image_unload(n);
	H.exports = table;
}
int main(void)
{
	harness_start(table);
	m = harness_load("image_seh");
	const struct CMUnitTest tests[] = {cmocka_unit_test_setup(faults, setup),         cmocka_unit_test_setup(raised_by_us, setup),
	                                   cmocka_unit_test_setup(finally_order, setup),  cmocka_unit_test_setup(host_frames, setup),
	                                   cmocka_unit_test_setup(continuing, setup),     cmocka_unit_test_setup(collided, setup),
	                                   cmocka_unit_test_setup(filter_faults, setup),  cmocka_unit_test_setup(registers, setup),
	                                   cmocka_unit_test_setup(uncaught, setup),       cmocka_unit_test_setup(compiled_by_others, setup),
	                                   cmocka_unit_test_setup(own_walks, setup),      cmocka_unit_test_setup(fast_fail, setup),
	                                   cmocka_unit_test_setup(stack_overflow, setup), cmocka_unit_test_setup(system_calls, setup),
	                                   cmocka_unit_test_setup(refused, setup),        cmocka_unit_test_setup(backtrace, setup)};
	int rc = cmocka_run_group_tests(tests, NULL, NULL);
	image_unload(m);
	return harness_end(rc);
}
