/*
 * The code that include/ddi carries itself (intrinsics, interlocked operations, lists, MDL and NET_BUFFER_LIST accessors, macros): what a
 * table of sizes can't prove. Runs on the host; the same headers compile into drivers.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <string.h>
#include <ndis.h>
#include <ndischimney.h>

static void interlocked_returns(void **state)
{
	(void)state;
	LONG n = 5;
	LONG64 m = 1ll << 40;
	SHORT s = -1;
	PVOID p = NULL, q = &n;
	assert_int_equal(InterlockedIncrement(&n), 6); /* new value */
	assert_int_equal(InterlockedDecrement(&n), 5);
	assert_int_equal(InterlockedExchange(&n, 9), 5); /* old value */
	assert_int_equal(InterlockedExchangeAdd(&n, 3), 9);
	assert_int_equal(InterlockedAdd(&n, 3), 15);
	assert_int_equal(InterlockedCompareExchange(&n, 1, 14), 15);
	assert_int_equal(n, 15);
	assert_int_equal(InterlockedCompareExchange(&n, 1, 15), 15);
	assert_int_equal(n, 1);
	assert_int_equal(InterlockedOr(&n, 6), 1);
	assert_int_equal(InterlockedAnd(&n, 3), 7);
	assert_int_equal(InterlockedXor(&n, 1), 3);
	assert_int_equal(n, 2);
	assert_int_equal(InterlockedIncrement16(&s), 0);
	assert_true(InterlockedIncrement64(&m) == (1ll << 40) + 1);
	assert_ptr_equal(InterlockedExchangePointer(&p, q), NULL);
	assert_ptr_equal(InterlockedCompareExchangePointer(&p, NULL, q), q);
	assert_null(p);
	n = 0;
	assert_int_equal(InterlockedBitTestAndSet(&n, 31), 0);
	assert_int_equal(InterlockedBitTestAndSet(&n, 31), 1);
	assert_int_equal(InterlockedBitTestAndReset(&n, 31), 1);
	assert_int_equal(n, 0);
}

static void compare_exchange_16_bytes(void **state)
{
	(void)state;
	DECLSPEC_ALIGN(16) LONG64 d[2] = {1, 2}, seen[2] = {1, 3};
	assert_int_equal(InterlockedCompareExchange128(d, 8, 7, seen), 0);
	assert_true(seen[0] == 1 && seen[1] == 2 && d[0] == 1);
	assert_int_equal(InterlockedCompareExchange128(d, 8, 7, seen), 1);
	assert_true(d[0] == 7 && d[1] == 8);
}

static void bits_and_wide_arithmetic(void **state)
{
	(void)state;
	ULONG i = 77;
	ULONG64 h;
	LONG64 sh;
	LONG map[2] = {0, 0};
	assert_int_equal(BitScanForward(&i, 0), 0);
	assert_int_equal(BitScanForward(&i, 0x50), 1);
	assert_int_equal(i, 4);
	assert_int_equal(BitScanReverse64(&i, 1ull << 45 | 1), 1);
	assert_int_equal(i, 45);
	assert_int_equal(BitTestAndSet(map, 40), 0);
	assert_int_equal(map[1], 1 << 8);
	assert_int_equal(BitTestAndComplement(map, 40), 1);
	assert_int_equal(BitTest(map, 40), 0);
	assert_int_equal(RtlUshortByteSwap(0x1234), 0x3412);
	assert_int_equal(RtlUlongByteSwap(0x12345678u), 0x78563412u);
	assert_true(RtlUlonglongByteSwap(0x0102030405060708ull) == 0x0807060504030201ull);
	assert_true(UnsignedMultiply128(1ull << 63, 6, &h) == 0 && h == 3);
	assert_true(Multiply128(-2, 3, &sh) == -6 && sh == -1);
	assert_true(MultiplyExtract128(-4, 8, 1) == -16);
	assert_true(ShiftLeft128(1ull << 63, 1, 1) == 3);
	assert_true(ShiftRight128(0, 1, 1) == 1ull << 63);
	assert_int_equal(RotateLeft32(0x80000001u, 1), 3);
	assert_int_equal(RotateRight8(1, 1), 0x80);
	assert_int_equal(PopulationCount64(0xff00ull), 8);
	LARGE_INTEGER big = RtlEnlargedIntegerMultiply(-3, 7), by = {.QuadPart = 4}, rest;
	assert_true(big.QuadPart == -21 && RtlLargeIntegerDivide(big, by, &rest).QuadPart == -5 && rest.QuadPart == -1);
}

struct item {
	int value;
	LIST_ENTRY link;
};

static void lists(void **state)
{
	(void)state;
	LIST_ENTRY head;
	struct item a = {1, {0}}, b = {2, {0}}, c = {3, {0}};
	InitializeListHead(&head);
	assert_true(IsListEmpty(&head));
	InsertTailList(&head, &a.link);
	InsertTailList(&head, &b.link);
	InsertHeadList(&head, &c.link);
	assert_int_equal(CONTAINING_RECORD(head.Flink, struct item, link)->value, 3);
	assert_false(RemoveEntryList(&a.link));
	assert_ptr_equal(RemoveTailList(&head), &b.link);
	assert_ptr_equal(RemoveHeadList(&head), &c.link);
	assert_true(IsListEmpty(&head));
	SINGLE_LIST_ENTRY top = {NULL}, x = {NULL}, y = {NULL};
	PushEntryList(&top, &x);
	PushEntryList(&top, &y);
	assert_ptr_equal(PopEntryList(&top), &y);
	assert_ptr_equal(PopEntryList(&top), &x);
	assert_null(PopEntryList(&top));
}

static void mdl_and_pages(void **state)
{
	(void)state;
	union {
		MDL mdl;
		char room[sizeof(MDL) + 4 * sizeof(PFN_NUMBER)];
	} m;
	memset(&m, 0xcc, sizeof m);
	MmInitializeMdl(&m.mdl, (PVOID)(ULONG_PTR)0x12345ff0, 0x1020);
	assert_int_equal(MmGetMdlByteOffset(&m.mdl), 0xff0);
	assert_int_equal(MmGetMdlByteCount(&m.mdl), 0x1020);
	assert_ptr_equal(MmGetMdlVirtualAddress(&m.mdl), (PVOID)(ULONG_PTR)0x12345ff0);
	assert_int_equal(m.mdl.Size, sizeof(MDL) + 3 * sizeof(PFN_NUMBER));
	assert_int_equal(NDIS_MDL_TO_SPAN_PAGES(&m.mdl), 3);
	m.mdl.MdlFlags = MDL_SOURCE_IS_NONPAGED_POOL;
	m.mdl.MappedSystemVa = &m;
	PVOID va;
	UINT length;
	NdisQueryMdl(&m.mdl, &va, &length, NormalPagePriority);
	assert_ptr_equal(va, &m);
	assert_int_equal(length, 0x1020);
	assert_int_equal(BYTES_TO_PAGES(4097), 2);
	assert_int_equal(ROUND_TO_PAGES(1), 4096);
	assert_int_equal(ADDRESS_AND_SIZE_TO_SPAN_PAGES(0xfff, 2), 2);
	assert_ptr_equal(ALIGN_UP_POINTER_BY(0x1001, 16), (PVOID)0x1010);
}

static void net_buffer_list_info(void **state)
{
	(void)state;
	NET_BUFFER_LIST nbl;
	NET_BUFFER nb;
	memset(&nbl, 0, sizeof nbl);
	memset(&nb, 0, sizeof nb);
	NET_BUFFER_LIST_FIRST_NB(&nbl) = &nb;
	NET_BUFFER_DATA_LENGTH(&nb) = 60; /* a type and a macro have this name: both must work */
	assert_int_equal(sizeof(NET_BUFFER_DATA_LENGTH), 8);
	assert_int_equal(nb.DataLength, 60);
	NET_BUFFER_LIST_SET_HASH_TYPE(&nbl, NDIS_HASH_TCP_IPV4);
	NET_BUFFER_LIST_SET_HASH_FUNCTION(&nbl, NdisHashFunctionToeplitz);
	NET_BUFFER_LIST_SET_HASH_VALUE(&nbl, 0xdeadbeef);
	assert_int_equal(NET_BUFFER_LIST_GET_HASH_TYPE(&nbl), NDIS_HASH_TCP_IPV4);
	assert_int_equal(NET_BUFFER_LIST_GET_HASH_FUNCTION(&nbl), NdisHashFunctionToeplitz);
	assert_int_equal(NET_BUFFER_LIST_GET_HASH_VALUE(&nbl), 0xdeadbeef);
	NDIS_SET_NET_BUFFER_LIST_VLAN_ID(&nbl, 0x123);
	assert_int_equal((ULONG_PTR)nbl.NetBufferListInfo[Ieee8021QNetBufferListInfo], 0x1230);
	NdisSetNetBufferListProtocolId(&nbl, NDIS_PROTOCOL_ID_IP6);
	assert_int_equal(*(UCHAR *)&nbl.NetBufferListInfo[NetBufferListProtocolId], 3);
	NDIS_NBL_MEDIA_SPECIFIC_INFORMATION_EX one = {.Tag = 1}, two = {.Tag = 2}, *got;
	NDIS_NBL_ADD_MEDIA_SPECIFIC_INFO_EX(&nbl, &one);
	NDIS_NBL_ADD_MEDIA_SPECIFIC_INFO_EX(&nbl, &two);
	NDIS_NBL_GET_MEDIA_SPECIFIC_INFO_EX(&nbl, 1, got);
	assert_ptr_equal(got, &one);
	NDIS_NBL_REMOVE_MEDIA_SPECIFIC_INFO_EX(&nbl, &one);
	NDIS_NBL_GET_MEDIA_SPECIFIC_INFO_EX(&nbl, 1, got);
	assert_null(got);
	NDIS_NBL_GET_MEDIA_SPECIFIC_INFO_EX(&nbl, 2, got);
	assert_ptr_equal(got, &two);
	NdisSetNblFlag(&nbl, 5);
	assert_true(NdisTestNblFlag(&nbl, 4) && NdisTestNblFlags(&nbl, 5) && !NdisTestNblFlags(&nbl, 7));
	assert_true(NDIS_TEST_RECEIVE_CANNOT_PEND(NDIS_RECEIVE_FLAGS_RESOURCES) && NDIS_TEST_RECEIVE_CAN_PEND(0));
}

static void irp_stack(void **state)
{
	(void)state;
	struct {
		IRP irp;
		IO_STACK_LOCATION s[3];
	} r;
	memset(&r, 0, sizeof r);
	r.irp.CurrentLocation = 3;
	r.irp.Tail.Overlay.CurrentStackLocation = &r.s[2];
	r.s[2].MajorFunction = IRP_MJ_PNP;
	r.s[2].Control = SL_PENDING_RETURNED;
	r.s[1].CompletionRoutine = (PIO_COMPLETION_ROUTINE)(ULONG_PTR)1;
	IoCopyCurrentIrpStackLocationToNext(&r.irp);
	assert_int_equal(IoGetNextIrpStackLocation(&r.irp)->MajorFunction, IRP_MJ_PNP);
	assert_int_equal(r.s[1].Control, 0);
	assert_ptr_equal(r.s[1].CompletionRoutine, (PVOID)1); /* the one thing that is not copied */
	IoSetCompletionRoutine(&r.irp, NULL, &r, TRUE, FALSE, TRUE);
	assert_int_equal(r.s[1].Control, SL_INVOKE_ON_SUCCESS | SL_INVOKE_ON_CANCEL);
	IoSetNextIrpStackLocation(&r.irp);
	assert_ptr_equal(IoGetCurrentIrpStackLocation(&r.irp), &r.s[1]);
	IoMarkIrpPending(&r.irp);
	assert_true(r.s[1].Control & SL_PENDING_RETURNED);
	IoSkipCurrentIrpStackLocation(&r.irp);
	assert_int_equal(r.irp.CurrentLocation, 3);
	assert_int_equal(IoSizeOfIrp(2), sizeof(IRP) + 2 * sizeof(IO_STACK_LOCATION));
}

static void macros(void **state)
{
	(void)state;
	UNICODE_STRING s = RTL_CONSTANT_STRING(L"abc");
	NDIS_STRING n = NDIS_STRING_CONST("abcd");
	UCHAR a[6] = {1, 0, 0x5e, 0, 0, 1}, b[6] = {0xff, 0xff, 0xff, 0xff, 0xff, 0xff};
	UINT result;
	assert_int_equal(s.Length, 6);
	assert_int_equal(s.MaximumLength, 8);
	assert_int_equal(n.Length, 8);
	assert_int_equal(n.Buffer[3], 'd');
	assert_true(NT_SUCCESS(STATUS_PENDING) && !NT_SUCCESS(STATUS_BUFFER_OVERFLOW) && NT_WARNING(STATUS_BUFFER_OVERFLOW) &&
	            NT_ERROR(STATUS_INVALID_PARAMETER));
	assert_true(ETH_IS_MULTICAST(a) && !ETH_IS_BROADCAST(a) && ETH_IS_BROADCAST(b));
	ETH_COMPARE_NETWORK_ADDRESSES(a, b, &result);
	assert_int_equal(result, (UINT)-1);
	assert_int_equal(CTL_CODE(FILE_DEVICE_NETWORK, 0x800, METHOD_NEITHER, FILE_ANY_ACCESS), 0x122003);
	assert_int_equal(METHOD_FROM_CTL_CODE(0x122003), METHOD_NEITHER);
	assert_int_equal(NDIS_MINIPORT_MAJOR_VERSION, 6);
	assert_int_equal(sizeof(NDIS_OFFLOAD), 220); /* the host side sees the newest revision */
	assert_int_equal(NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_6, 216);
	assert_int_equal(NDIS_SIZEOF_OFFLOAD_PARAMETERS_REVISION_5, 34);
	LUID l = RtlConvertLongToLuid(-2);
	assert_true(l.LowPart == 0xfffffffe && l.HighPart == -1);
}

static void registers(void **state)
{
	(void)state;
	ULONG bar[4] = {0}, copy[4] = {1, 2, 3, 4};
	WRITE_REGISTER_ULONG(&bar[1], 0x11223344);
	assert_int_equal(READ_REGISTER_UCHAR((PUCHAR)&bar[1]), 0x44);
	assert_int_equal(READ_REGISTER_USHORT((PUSHORT)&bar[1] + 1), 0x1122);
	WRITE_REGISTER_BUFFER_ULONG(bar, copy, 4);
	assert_memory_equal(bar, copy, sizeof bar);
	UCHAR bytes[8] = {9, 9, 9};
	RtlSecureZeroMemory(bytes, 2);
	assert_int_equal(bytes[1], 0);
	assert_int_equal(bytes[2], 9);
	RtlStoreUlong(bytes, 0); /* unaligned stores are allowed */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(interlocked_returns),
	        cmocka_unit_test(compare_exchange_16_bytes),
	        cmocka_unit_test(bits_and_wide_arithmetic),
	        cmocka_unit_test(lists),
	        cmocka_unit_test(mdl_and_pages),
	        cmocka_unit_test(net_buffer_list_info),
	        cmocka_unit_test(irp_stack),
	        cmocka_unit_test(macros),
	        cmocka_unit_test(registers),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* The only import the inline code above can reach; a mapped MDL never does. */
PVOID NTAPI MmMapLockedPagesSpecifyCache(PMDL MemoryDescriptorList, KPROCESSOR_MODE AccessMode, MEMORY_CACHING_TYPE CacheType,
                                         PVOID RequestedAddress, ULONG BugCheckOnFailure, ULONG Priority)
{
	(void)MemoryDescriptorList, (void)AccessMode, (void)CacheType, (void)RequestedAddress, (void)BugCheckOnFailure, (void)Priority;
	return NULL;
}
