/* Pages, pool, MDLs and lookaside lists. */
#include "exec_test.h"

static void pages(void **state)
{
	size_t before = nt_pages_used();
	char *a = nt_pages_alloc(5 * 4096), *b = nt_pages_alloc(1);
	assert_non_null(a);
	assert_int_equal((uintptr_t)a & 4095, 0);
	assert_int_equal(nt_pages_used(), before + 6);
	for (int i = 0; i < 5 * 4096; i++)
		assert_int_equal(a[i], 0);
	uint64_t p = nt_phys(a + 4097);
	assert_true(p >= 1ull << 32);
	assert_ptr_equal(nt_virt(p), a + 4097);
	assert_int_equal(nt_phys(&before), 0);
	assert_null(nt_virt(0));
	assert_null(nt_pages_alloc_low(4096));
	memset(a, 7, 5 * 4096);
	nt_pages_free(a, 5 * 4096);
	nt_pages_free(b, 1);
	assert_int_equal(nt_pages_used(), before);
	/* all of it, and then it is full */
	size_t n = 0;
	void *first = nt_pages_alloc(1 << 20);
	while (nt_pages_alloc(1 << 20))
		n++;
	assert_true(n > 200);
	nt_pages_free(first, 1 << 20);
	char *again = nt_pages_alloc(1 << 20);
	for (int i = 0; i < 1 << 20; i++)
		assert_int_equal(again[i], 0); /* zeroed although it was used */
}

static void pool_basics(void **state)
{
	struct nt_pool_stats s0, s1;
	nt_pool_stats(&s0);
	for (size_t n = 1; n < 20000; n += n < 300 ? 1 : 997) {
		uint8_t *p = ExAllocatePoolWithTag(NonPagedPool, n, 'tseT');
		assert_non_null(p);
		assert_int_equal((uintptr_t)p & 15, 0);
		if (n <= 4096) /* never across a page: ExAllocatePoolWithTag's promise */
			assert_int_equal((uintptr_t)p >> 12, ((uintptr_t)p + n - 1) >> 12);
		if (n >= 4096)
			assert_int_equal((uintptr_t)p & 4095, 0);
		for (size_t i = 0; i < n; i++)
			assert_int_equal(p[i], 0xa5);
		assert_int_equal(nt_pool_size(p), n);
		uint8_t *z = ExAllocatePool2(0x40, n, 'tseT');
		for (size_t i = 0; i < n; i++)
			assert_int_equal(z[i], 0);
		memset(p, 1, n);
		memset(z, 2, n);
		assert_int_equal(p[n - 1], 1);
		ExFreePoolWithTag(z, 'tseT');
		ExFreePool(p);
	}
	nt_pool_stats(&s1);
	assert_int_equal(s0.bytes, s1.bytes);
	assert_int_equal(s0.allocations, s1.allocations);
	assert_int_equal(nt_finding_count(), 0);
	assert_null(ExAllocatePool2(0x40, 16, 0));                /* tag 0 */
	assert_null(ExAllocatePool2(0x140, 16, 'tseT'));          /* two kinds */
	assert_null(ExAllocatePool2(0x40 | 0x400, 16, 'tseT'));   /* unknown required flag */
	void *p = ExAllocatePool2(0x40 | 1ull << 40, 16, 'tseT'); /* unknown optional flag */
	assert_non_null(p);
	ExFreePool2(p, 'tseT', NULL, 0);
	assert_null(ExAllocatePoolWithTag(NonPagedPool, (SIZE_T)1 << 40, 'tseT'));
	p = ExAllocatePoolWithTag(NonPagedPoolCacheAligned, 100, 'tseT');
	assert_int_equal((uintptr_t)p & 63, 0);
	ExFreePool(p);
}

static void pool_defects(void **state)
{
	char *p = ExAllocatePoolWithTag(NonPagedPool, 40, 'kaeL');
	unsigned findings = nt_finding_count();
	ExFreePoolWithTag(p, 'rehO');
	assert_int_equal(nt_finding_count(), findings + 1);
	assert_non_null(strstr(nt_finding_last(), "Ohe"));
	EXPECT_CRASH(ExFreePool(p), "freed twice");
	p = ExAllocatePoolWithTag(NonPagedPool, 40, 'rrvO');
	p[40] = 1;
	EXPECT_CRASH(ExFreePool(p), "Ovrr");
	p = ExAllocatePoolWithTag(NonPagedPool, 5000, 'rrvO');
	p[5001] = 1;
	EXPECT_CRASH(ExFreePool(p), "past its end");
	p = ExAllocatePoolWithTag(NonPagedPool, 64, 'ddiM');
	EXPECT_CRASH(ExFreePool(p + 16), "16 bytes into");
	EXPECT_CRASH(ExFreePool(&p), "no pool block");
	/* written after free: found when the slot is used again */
	findings = nt_finding_count();
	p = ExAllocatePoolWithTag(NonPagedPool, 700, 'frtf');
	ExFreePool(p);
	p[3] = 'x';
	for (int i = 0; i < 12; i++)
		ExAllocatePoolWithTag(NonPagedPool, 700, 'frtf');
	assert_int_equal(nt_finding_count(), findings + 1);
	assert_non_null(strstr(nt_finding_last(), "written after"));
}

static void pool_fail_injection(void **state)
{
	/* only allocations on a driver's behalf fail; ours here count as such through nt_pool_alloc_for */
	const void *who = (const void *)pool_fail_injection;
	nt_pool_fail(2, 3, 'liaF');
	int got = 0;
	for (int i = 0; i < 10; i++)
		got += nt_pool_alloc_for(who, NonPagedPool, 16, 'liaF', false) != NULL;
	assert_int_equal(got, 7);
	assert_non_null(nt_pool_alloc(16, 'liaF'));
}

static void verify_mode(void **state)
{
	const void *who = (const void *)verify_mode;
	char *p = nt_pool_alloc_for(who, NonPagedPool, 48, 'cepS', false);
	assert_int_equal(((uintptr_t)p + 48) & 4095, 0); /* its end is the page's end */
	assert_true(nt_readable(p, 48));
	assert_false(nt_readable(p + 48, 1));
	assert_true(nt_phys(p) != 0);
	assert_ptr_not_equal(nt_virt(nt_phys(p)), p);
	ExFreePool(p);
	assert_false(nt_readable(p, 1));
	p = nt_pool_alloc_for(who, NonPagedPool, 5 * 4096, 'cepS', false);
	unsigned neighbours = 0;
	for (int i = 0; i < 4; i++)
		neighbours += nt_phys(p + (i + 1) * 4096) == nt_phys(p + i * 4096) + 4096;
	assert_true(neighbours < 4);
	memset(p, 3, 5 * 4096);
	for (int i = 0; i < 5; i++)
		assert_int_equal(*(char *)nt_virt(nt_phys(p + i * 4096)), 3);
	ExFreePool(p);
	KTIMER *timer = nt_pool_alloc_for(who, NonPagedPool, sizeof *timer, 'remT', false);
	LARGE_INTEGER due = {.QuadPart = -600000000};
	KeInitializeTimer(timer);
	KeSetTimer(timer, due, NULL);
	EXPECT_CRASH(ExFreePool(timer), "an armed timer lies in it");
	KeCancelTimer(timer);
	ExFreePool(timer);
	p = nt_pool_alloc_for(who, NonPagedPool, 40, 'dnuB', false);
	p[-1] = 1;
	EXPECT_CRASH(ExFreePool(p), "before its start");
	EXPECT_CRASH(ExFreePool(p + 4096 * 3), "no pool block");
}

static void mdls(void **state)
{
	char *p = ExAllocatePoolWithTag(NonPagedPool, 10000, 'ldmT');
	PMDL m = IoAllocateMdl(p + 100, 9000, FALSE, FALSE, NULL);
	assert_int_equal(m->ByteOffset, ((uintptr_t)p + 100) & 4095);
	assert_int_equal(m->Size, MmSizeOfMdl(p + 100, 9000));
	MmBuildMdlForNonPagedPool(m);
	PPFN_NUMBER pfn = (PPFN_NUMBER)(m + 1);
	for (int i = 0; i < 3; i++)
		assert_int_equal(pfn[i], nt_phys((char *)m->StartVa + i * 4096) >> 12);
	assert_ptr_equal(MmGetSystemAddressForMdlSafe(m, NormalPagePriority), p + 100);
	PMDL part = IoAllocateMdl(p + 5000, 200, FALSE, FALSE, NULL);
	IoBuildPartialMdl(m, part, p + 5000, 200);
	assert_int_equal(((PPFN_NUMBER)(part + 1))[0], nt_phys(p + 5000) >> 12);
	assert_ptr_equal(MmGetSystemAddressForMdlSafe(part, NormalPagePriority), p + 5000);
	IoFreeMdl(part);
	MmAdvanceMdl(m, 4096);
	assert_int_equal(m->ByteCount, 9000 - 4096);
	assert_int_equal(pfn[0], nt_phys(p + 100 + 4096) >> 12);
	assert_ptr_equal(m->MappedSystemVa, p + 100 + 4096);
	IoFreeMdl(m);

	m = IoAllocateMdl(p, 6000, FALSE, FALSE, NULL);
	MmProbeAndLockPages(m, KernelMode, IoWriteAccess);
	assert_true(m->MdlFlags & MDL_PAGES_LOCKED);
	p[0] = 'a';
	char *va = MmMapLockedPagesSpecifyCache(m, KernelMode, MmCached, NULL, FALSE, NormalPagePriority);
	assert_int_equal(va[0], 'a');
	va[4500] = 'b';
	assert_int_equal(p[4500], 'b');
	MmUnmapLockedPages(va, m);
	assert_false(m->MdlFlags & MDL_MAPPED_TO_SYSTEM_VA);
	MmUnlockPages(m);
	IoFreeMdl(m);
	assert_int_equal(nt_finding_count(), 0);
	m = IoAllocateMdl(p, 6000, FALSE, FALSE, NULL);
	EXPECT_CRASH(MmMapLockedPagesSpecifyCache(m, KernelMode, MmCached, NULL, FALSE, NormalPagePriority), "not locked");

	/* memory that is not RAM can be locked and mapped back */
	static char outside[9000];
	m = IoAllocateMdl(outside, 9000, FALSE, FALSE, NULL);
	MmProbeAndLockPages(m, KernelMode, IoReadAccess);
	assert_ptr_equal(MmMapLockedPagesSpecifyCache(m, KernelMode, MmCached, NULL, FALSE, NormalPagePriority), outside);

	PHYSICAL_ADDRESS zero = {.QuadPart = 0}, all = {.QuadPart = -1}, low = {.QuadPart = 0xffffffff};
	size_t before = nt_pages_used();
	m = MmAllocatePagesForMdlEx(zero, all, zero, 5 * 4096, MmCached, 0);
	assert_int_equal(m->ByteCount, 5 * 4096);
	va = MmGetSystemAddressForMdlSafe(m, NormalPagePriority);
	for (int i = 0; i < 5; i++) {
		assert_int_equal(va[i * 4096], 0);
		assert_int_equal(nt_phys(va + i * 4096) >> 12, ((PPFN_NUMBER)(m + 1))[i]);
	}
	MmUnmapLockedPages(va, m);
	MmFreePagesFromMdl(m);
	ExFreePool(m);
	assert_true(nt_pages_used() <= before + 1); /* the MDL's slab may stay */
	assert_null(MmAllocatePagesForMdl(zero, low, zero, 4096));

	PHYSICAL_ADDRESS boundary = {.QuadPart = 65536};
	void *c = MmAllocateContiguousMemorySpecifyCache(40000, zero, all, boundary, MmCached);
	assert_int_equal(nt_phys(c) / 65536, (nt_phys(c) + 39999) / 65536);
	assert_int_equal(MmGetPhysicalAddress(c).QuadPart, nt_phys(c));
	assert_ptr_equal(MmGetVirtualForPhysical(MmGetPhysicalAddress(c)), c);
	MmFreeContiguousMemory(c);
	assert_null(MmAllocateContiguousMemory(4096, low));
	assert_true(MmIsAddressValid(p));
	assert_false(MmIsAddressValid((PVOID)0x10));
	assert_false(MmIsAddressValid((PVOID)0xffff800000000000ull));
}

static void mdls_scattered(void **state)
{
	PHYSICAL_ADDRESS zero = {.QuadPart = 0}, all = {.QuadPart = -1};
	PMDL m = MmAllocatePagesForMdlEx(zero, all, zero, 8 * 4096, MmCached, 0);
	PPFN_NUMBER pfn = (PPFN_NUMBER)(m + 1);
	unsigned neighbours = 0;
	for (int i = 0; i < 7; i++)
		neighbours += pfn[i + 1] == pfn[i] + 1;
	assert_true(neighbours < 7);
	char *va = MmGetSystemAddressForMdlSafe(m, NormalPagePriority);
	for (int i = 0; i < 8; i++) {
		va[i * 4096 + 5] = (char)i;
		assert_int_equal(nt_phys(va + i * 4096) >> 12, pfn[i]);
		assert_int_equal(((char *)nt_virt(pfn[i] << 12))[5], i);
	}
	MmUnmapLockedPages(va, m);
	assert_false(nt_readable(va, 1)); /* a use after the unmap faults */
	MmFreePagesFromMdl(m);
	ExFreePool(m);
}

static int hooks;
static PVOID NTAPI hook_allocate(POOL_TYPE type, SIZE_T n, ULONG tag)
{
	hooks++;
	return ExAllocatePoolWithTag(type, n, tag);
}
static VOID NTAPI hook_free(PVOID p)
{
	hooks--;
	ExFreePool(p);
}
static void lookaside(void **state)
{
	struct nt_pool_stats s0, s1;
	nt_pool_stats(&s0);
	NPAGED_LOOKASIDE_LIST *l = ExAllocatePoolWithTag(NonPagedPool, sizeof *l, 'kool');
	ExInitializeNPagedLookasideList(l, hook_allocate, hook_free, 0, 100, 'dsiL', 0);
	void *a = ExAllocateFromNPagedLookasideList(l), *b = ExAllocateFromNPagedLookasideList(l);
	assert_int_equal(hooks, 2);
	assert_int_equal(nt_pool_size(a), 100);
	ExFreeToNPagedLookasideList(l, a);
	assert_int_equal(hooks, 2);
	assert_ptr_equal(ExAllocateFromNPagedLookasideList(l), a);
	ExFreeToNPagedLookasideList(l, a);
	ExFreeToNPagedLookasideList(l, b);
	assert_int_equal(ExQueryDepthSList(&l->L.ListHead), 2);
	ExDeleteNPagedLookasideList(l);
	assert_int_equal(hooks, 0);
	/* defaults are gates into the pool */
	ExInitializeNPagedLookasideList(l, NULL, NULL, 0, 4, 'dsiL', 0);
	a = ExAllocateFromNPagedLookasideList(l);
	assert_int_equal(nt_pool_size(a), sizeof(SLIST_ENTRY));
	ExFreeToNPagedLookasideList(l, a);
	ExDeleteNPagedLookasideList(l);
	ExFreePool(l);
	LOOKASIDE_LIST_EX *x = ExAllocatePoolWithTag(NonPagedPool, sizeof *x, 'kool');
	assert_int_equal(ExInitializeLookasideListEx(x, NULL, NULL, NonPagedPool, 0, 200, 'dsiL', 0), 0);
	a = ExAllocateFromLookasideListEx(x);
	assert_int_equal(nt_pool_size(a), 200);
	ExFreeToLookasideListEx(x, a);
	ExDeleteLookasideListEx(x);
	ExFreePool(x);
	nt_pool_stats(&s1);
	assert_int_equal(s0.allocations, s1.allocations);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test_setup_teardown(pages, setup, teardown),
	        cmocka_unit_test_setup_teardown(pool_basics, setup, teardown),
	        cmocka_unit_test_setup_teardown(pool_defects, setup, teardown),
	        cmocka_unit_test_setup_teardown(pool_fail_injection, setup, teardown),
	        cmocka_unit_test_setup_teardown(verify_mode, setup_verify, teardown),
	        cmocka_unit_test_setup_teardown(mdls, setup, teardown),
	        cmocka_unit_test_setup_teardown(mdls_scattered, setup_verify, teardown),
	        cmocka_unit_test_setup_teardown(lookaside, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
