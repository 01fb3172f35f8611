/* Privileged instructions, cr8 and SharedUserData, patched and not; ports; msrs. */
#include "harness.h"
#include <time.h>

static uint64_t MS nothing(uint64_t a)
{
	return a;
}
static const struct image_export table[] = {FN("ImgNothing", nothing), {0}};
static struct image *m, *unpatched;
static unsigned cr8_writes, cr8_reads;
static struct image_where cr8_from;

static uint64_t get_cr8(void)
{
	cr8_reads++;
	return H.kpcr[IMAGE_GS_IRQL];
}
static void set_cr8(uint64_t v)
{
	cr8_writes++;
	image_backtrace(&cr8_from, 1);
	H.kpcr[IMAGE_GS_IRQL] = (uint8_t)v;
	__asm__ volatile("xorps %%xmm0,%%xmm0\n xorps %%xmm5,%%xmm5\n xorps %%xmm6,%%xmm6\n" ::
	                         : "xmm0", "xmm5", "xmm6", "rax", "rcx", "rdx", "r8", "r9", "r10", "r11", "rsi", "rdi");
}
static uint32_t port_log[32][4];
static unsigned port_count;
static int port(uint16_t p, int write, unsigned size, uint32_t *v)
{
	if (p == 0x999)
		return -1;
	if (!write)
		*v = 0x11223344 & (size == 4 ? ~0u : (1u << size * 8) - 1);
	if (port_count < 32) {
		uint32_t e[] = {p, (uint32_t)write, size, *v};
		memcpy(port_log[port_count++], e, sizeof(e));
	}
	return 0;
}
static uint64_t msr_value = 0x123400005678ull;
static int msr(uint32_t n, int write, uint64_t *v)
{
	if (n != 0x1b)
		return -1;
	if (write)
		msr_value = *v;
	else
		*v = msr_value;
	return 0;
}
static int mmio(uint64_t a, int write, unsigned size, uint64_t *v)
{
	(void)a, (void)write, (void)size, (void)v;
	return -1;
}
#define BEGIN                                                                                                                              \
	(void)s;                                                                                                                           \
	cr8_writes = cr8_reads = port_count = 0;                                                                                           \
	H.kpcr[IMAGE_GS_IRQL] = 0;                                                                                                         \
	image_set_host(&H.host)

static void cr8_patched(void **s)
{
	BEGIN;
	assert_int_equal(DRV(m, uint64_t, "read_cr8", void)(), 0);
	H.kpcr[IMAGE_GS_IRQL] = 2;
	uint64_t traps = image_trap_count();
	assert_int_equal(DRV(m, uint64_t, "read_cr8", void)(), 2);
	assert_int_equal(DRV(m, uint64_t, "raise_lower", uint64_t)(9), 2 | 9 << 8 | 2 << 16);
	assert_int_equal(cr8_writes, 2);
	assert_string_equal(cr8_from.symbol, "raise_lower");
	assert_int_equal(DRV(m, uint64_t, "before_call", uint64_t)(3), 4);
	assert_string_equal(cr8_from.symbol, "before_call");
	assert_int_equal(DRV(m, uint64_t, "before_direct_call", uint64_t)(4), 14);
	assert_int_equal(DRV(m, uint64_t, "before_relative", uint64_t)(5), 5);
	assert_int_equal(DRV(m, uint64_t, "before_jump", uint64_t, uint64_t)(6, 0), 1);
	assert_int_equal(DRV(m, uint64_t, "before_jump", uint64_t, uint64_t)(7, 1), 2);
	assert_int_equal(H.kpcr[IMAGE_GS_IRQL], 7);
	assert_int_equal(DRV(m, uint64_t, "cr8_keeps", void)(), 0);
	assert_int_equal(cr8_reads, 0); /* get_cr8 is only called by a trap */
	assert_int_equal(image_trap_count(), traps);
	assert_ptr_equal(H.thread->top, H.thread->base);
}
/* The same through traps: the instructions of an image that was loaded while nothing could be patched. */
static void cr8_trapped(void **s)
{
	BEGIN;
	assert_int_equal(DRV(m, uint64_t, "loop_behind", uint64_t)(10), 10); /* jumped into: was not patched */
	assert_int_equal(cr8_reads, 1);
	H.kpcr[IMAGE_GS_IRQL] = 1;
	assert_int_equal(DRV(m, uint64_t, "loop_behind", uint64_t)(10), 10 | 1ull << 32);
	unsigned before = cr8_writes;
	assert_int_equal(DRV(unpatched, uint64_t, "before_direct_call", uint64_t)(4), 14);
	assert_int_equal(DRV(unpatched, uint64_t, "cr8_keeps", void)(), 0);
	assert_int_equal(cr8_writes, before + 2);
}
static void counts(void **s)
{
	(void)s;
	const struct image_info *i = image_info(m), *u = image_info(unpatched);
	print_message("patched %u cr8 and %u SharedUserData sites, %u left to trap; without a host: %u, %u, %u\n", i->patched_cr8,
	              i->patched_kuser, i->trapped_sites, u->patched_cr8, u->patched_kuser, u->trapped_sites);
	assert_true(i->patched_cr8 >= 10);
	assert_true(i->patched_kuser >= 2);
	assert_true(i->trapped_sites >= 10);
	assert_int_equal(u->patched_kuser, 0);
	assert_true(u->trapped_sites > i->trapped_sites);
}
static void moved_fault(void **s)
{
	(void)s;
	uint64_t v = 3;
	image_set_host(&H.host);
	H.kpcr[IMAGE_GS_IRQL] = 2;
	assert_int_equal(DRV(m, uint64_t, "fault_behind", const uint64_t *)(&v), 5);
	expect_fatal(DRV(m, uint64_t, "fault_behind", const uint64_t *)((uint64_t *)0x30));
	assert_string_equal(H.fault.where.symbol, "fault_behind");
	assert_int_equal(H.fault.address, 0x30);
	uint64_t fn = (uint64_t)image_export_address(m, "fault_behind") - (uint64_t)image_info(m)->base;
	assert_in_range(H.fault.where.rva, fn + 4, fn + 12);
	assert_in_range(H.fault.regs[16] - (uint64_t)image_info(m)->base, fn + 4, fn + 12);
}
static void shared_data(void **s)
{
	BEGIN;
	*(uint64_t *)(H.kuser + 0x14) = 0x1122334455667788ull;
	*(uint64_t *)(H.kuser + 0x320) = 1000;
	H.kuser[0x26c] = 10;
	assert_true(DRV(m, uint64_t, "system_time", void)() == 0x1122334455667788ull);
	assert_int_equal(DRV(m, uint64_t, "tick_count", void)(), 1010);
	assert_true(DRV(m, uint64_t, "computed_time", uint64_t)(32) == 0x1122334455667788ull);
	assert_true(DRV(unpatched, uint64_t, "system_time", void)() == 0x1122334455667788ull);
	assert_int_equal(DRV(unpatched, uint64_t, "tick_count", void)(), 1010);
	expect_fatal((DRV(unpatched, void, "write_shared", void)(), 0));
	assert_int_equal(H.fault.kind, IMAGE_FAULT_ACCESS);
	assert_int_equal(H.fault.write, 1);
	assert_true(H.fault.address == 0xFFFFF78000000014ull);
}
static void ports(void **s)
{
	BEGIN;
	assert_int_equal(DRV(m, uint32_t, "port_in", uint16_t)(0xc000), 0x11223344 + 0x44);
	port_count = 0;
	DRV(m, void, "port_out", uint16_t, uint32_t)(0xc004, 0xaabbccdd);
	const uint32_t out[][4] = {{0xc004, 1, 4, 0xaabbccdd}, {0xc004, 1, 2, 0xccdd}, {0x70, 1, 1, 0xdd}};
	assert_int_equal(port_count, 3);
	assert_memory_equal(port_log, out, sizeof(out));
	uint16_t in[4] = {0};
	DRV(m, void, "port_ins", uint16_t, uint16_t *, uint64_t)(0xc008, in, 3);
	const uint16_t expected[] = {0x3344, 0x3344, 0x3344, 0};
	assert_memory_equal(in, expected, sizeof(in));
	port_count = 0;
	DRV(m, void, "port_outs", uint16_t, const char *, uint64_t)(0xc00c, "abc", 3);
	assert_int_equal(port_count, 3);
	assert_int_equal(port_log[2][3], 'c');
	expect_fatal(DRV(m, uint32_t, "port_in", uint16_t)(0x999));
	assert_int_equal(H.fault.kind, IMAGE_FAULT_PRIVILEGED);
}
static void privileged(void **s)
{
	BEGIN;
	assert_true(DRV(m, uint64_t, "msr", uint32_t)(0x1b) == 0x123400005678ull);
	assert_true(msr_value == 0x123400005679ull);
	expect_fatal(DRV(m, uint64_t, "msr", uint32_t)(0x1c));
	assert_int_equal(H.fault.kind, IMAGE_FAULT_PRIVILEGED);
	assert_string_equal(H.fault.instruction, "rdmsr");
	image_set_host(&H.host);
	assert_int_equal(DRV(m, uint64_t, "harmless", void)(), 1);
	expect_fatal(DRV(m, uint64_t, "read_cr3", void)());
	assert_int_equal(H.fault.kind, IMAGE_FAULT_PRIVILEGED);
	assert_int_equal(H.fault.ntstatus, 0xC0000096);
}
static void thread_area(void **s)
{
	BEGIN;
	*(void **)(H.kpcr + 0x18) = H.kpcr;
	assert_int_equal(DRV(m, uint64_t, "gs_read", void)(), (uint64_t)H.kpcr);
}
int main(void)
{
	harness_start(table);
	H.host.port = port;
	H.host.msr = msr;
	H.host.mmio = mmio;
	H.host.get_cr8 = get_cr8;
	void *kuser = H.host.kuser_page;
	H.host.kuser_page = NULL;
	unpatched = harness_load("image_cpu"); /* no set_cr8, no page: writes and SharedUserData stay as they are */
	H.host.set_cr8 = set_cr8;
	H.host.kuser_page = kuser;
	image_set_host(&H.host);
	m = harness_load("image_cpu");
	const struct CMUnitTest tests[] = {cmocka_unit_test(counts),      cmocka_unit_test(cr8_patched), cmocka_unit_test(cr8_trapped),
	                                   cmocka_unit_test(moved_fault), cmocka_unit_test(shared_data), cmocka_unit_test(ports),
	                                   cmocka_unit_test(privileged),  cmocka_unit_test(thread_area)};
	return harness_end(cmocka_run_group_tests(tests, NULL, NULL));
}
