/* NBL and NB pools, data start, clones, fragments, reassembly, context space: called as a driver would, without one. */
#include "io_harness.h"

static NDIS_HANDLE nbl_pool(bool nb, ULONG data, USHORT context)
{
	NET_BUFFER_LIST_POOL_PARAMETERS p = {.Header = {NDIS_OBJECT_TYPE_DEFAULT, NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1,
	                                                NDIS_SIZEOF_NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1},
	                                     .fAllocateNetBuffer = nb,
	                                     .ContextSize = context,
	                                     .PoolTag = 0x74736574,
	                                     .DataSize = data};
	NDIS_HANDLE h = NdisAllocateNetBufferListPool(NULL, &p);
	assert_non_null(h);
	return h;
}

static NDIS_HANDLE nb_pool(ULONG data)
{
	NET_BUFFER_POOL_PARAMETERS p = {.Header = {NDIS_OBJECT_TYPE_DEFAULT, NET_BUFFER_POOL_PARAMETERS_REVISION_1,
	                                           NDIS_SIZEOF_NET_BUFFER_POOL_PARAMETERS_REVISION_1},
	                                .PoolTag = 0x74736574,
	                                .DataSize = data};
	NDIS_HANDLE h = NdisAllocateNetBufferPool(NULL, &p);
	assert_non_null(h);
	return h;
}

/* A chain of MDLs over pool memory, filled with 0, 1, 2, ... */
static MDL *chain(const unsigned *sizes, unsigned n)
{
	MDL *first = NULL, **tail = &first;
	UCHAR next = 0;
	for (unsigned i = 0; i < n; i++) {
		UCHAR *p = ExAllocatePoolWithTag(NonPagedPool, sizes[i], 0x74736574);
		for (unsigned k = 0; k < sizes[i]; k++)
			p[k] = next++;
		*tail = NdisAllocateMdl(NULL, p, sizes[i]);
		tail = &(*tail)->Next;
	}
	return first;
}

static void chain_free(MDL *m)
{
	for (MDL *next; m; m = next) {
		next = m->Next;
		void *p = m->MappedSystemVa;
		NdisFreeMdl(m);
		ExFreePoolWithTag(p, 0x74736574);
	}
}

static void check_data(NET_BUFFER *nb, unsigned first, unsigned n)
{
	UCHAR copy[512], *p;
	assert_int_equal(NET_BUFFER_DATA_LENGTH(nb), n);
	p = NdisGetDataBuffer(nb, n, copy, 1, 0);
	assert_non_null(p);
	for (unsigned i = 0; i < n; i++)
		assert_int_equal(p[i], (UCHAR)(first + i));
}

static unsigned used(const NET_BUFFER_LIST *nbl)
{
	return nbl->Context->Size - nbl->Context->Offset;
}

static void pools(void **state)
{
	(void)state;
	NDIS_HANDLE h = nbl_pool(true, 0, 0);
	const unsigned sizes[] = {100};
	MDL *m = chain(sizes, 1);
	NET_BUFFER_LIST *nbl = NdisAllocateNetBufferAndNetBufferList(h, 32, 16, m, 10, 80);
	assert_non_null(nbl);
	assert_ptr_equal(nbl->NdisPoolHandle, h);
	assert_ptr_equal(NdisGetPoolFromNetBufferList(nbl), h);
	assert_int_equal(used(nbl), 32);
	memset(NET_BUFFER_LIST_CONTEXT_DATA_START(nbl), 0xaa, 32);
	NET_BUFFER *nb = NET_BUFFER_LIST_FIRST_NB(nbl);
	assert_non_null(nb);
	check_data(nb, 10, 80);
	assert_int_equal(NET_BUFFER_CURRENT_MDL_OFFSET(nb), 10);
	for (unsigned i = 0; i < MaxNetBufferListInfo; i++)
		assert_null(nbl->NetBufferListInfo[i]);
	/* context grows downwards into the backfill, then into a block of its own */
	assert_int_equal(NdisAllocateNetBufferListContext(nbl, 16, 0, 1), NDIS_STATUS_SUCCESS);
	assert_int_equal(used(nbl), 48);
	assert_int_equal(NdisAllocateNetBufferListContext(nbl, 64, 64, 1), NDIS_STATUS_SUCCESS);
	assert_int_equal(used(nbl), 64);
	NdisFreeNetBufferListContext(nbl, 64);
	assert_int_equal(used(nbl), 48);
	NdisFreeNetBufferListContext(nbl, 16);
	NdisFreeNetBufferList(nbl);
	/* the same block comes again, clean */
	NET_BUFFER_LIST *again = NdisAllocateNetBufferAndNetBufferList(h, 0, 0, NULL, 0, 0);
	assert_ptr_equal(again, nbl);
	assert_null(NET_BUFFER_FIRST_MDL(NET_BUFFER_LIST_FIRST_NB(again)));
	unsigned findings = nt_finding_count();
	NdisFreeNetBufferList(again);
	assert_int_equal(nt_finding_count(), findings);
	NdisFreeNetBufferList(again); /* twice */
	assert_int_equal(nt_finding_count(), findings + 1);
	assert_non_null(strstr(nt_finding_last(), "NdisFreeNetBufferList"));
	NdisFreeNetBufferListPool(h);
	NdisFreeNetBufferListPool(h); /* stale handle */
	assert_int_equal(nt_finding_count(), findings + 2);
	assert_non_null(strstr(nt_finding_last(), "NdisFreeNetBufferListPool"));
	chain_free(m);
}

static void pool_with_data(void **state)
{
	(void)state;
	NDIS_HANDLE h = nbl_pool(true, 256, 0), n = nb_pool(128);
	NET_BUFFER_LIST *nbl = NdisAllocateNetBufferList(h, 0, 0);
	NET_BUFFER *nb = NET_BUFFER_LIST_FIRST_NB(nbl);
	assert_non_null(nb);
	assert_int_equal(NET_BUFFER_FIRST_MDL(nb)->ByteCount, 256);
	assert_int_equal(NET_BUFFER_DATA_LENGTH(nb), 0);
	NdisFreeNetBufferList(nbl);
	nb = NdisAllocateNetBufferMdlAndData(n);
	assert_non_null(nb);
	assert_int_equal(NET_BUFFER_FIRST_MDL(nb)->ByteCount, 128);
	assert_ptr_equal(NdisGetPoolFromNetBuffer(nb), n);
	unsigned findings = nt_finding_count();
	NdisFreeNetBufferPool(n); /* one is out */
	assert_int_equal(nt_finding_count(), findings + 1);
	NdisFreeNetBuffer(nb);
	NdisFreeNetBufferListPool(h);
	NET_BUFFER_LIST_POOL_PARAMETERS bad = {.Header = {NDIS_OBJECT_TYPE_OID_REQUEST, 1, sizeof(bad)}};
	assert_null(NdisAllocateNetBufferListPool(NULL, &bad));
	assert_int_equal(nt_finding_count(), findings + 2);
}

static unsigned handler_allocs, handler_frees;
static MDL *NTAPI allocate_mdl(PULONG size)
{
	handler_allocs++;
	return NdisAllocateMdl(NULL, ExAllocatePoolWithTag(NonPagedPool, *size + 8, 0x74736574), *size + 8);
}
static void NTAPI free_mdl(PMDL m)
{
	handler_frees++;
	void *p = m->MappedSystemVa;
	NdisFreeMdl(m);
	ExFreePoolWithTag(p, 0x74736574);
}

static void retreat_and_advance(void **state)
{
	(void)state;
	NDIS_HANDLE h = nb_pool(0);
	const unsigned sizes[] = {20, 30, 50};
	MDL *m = chain(sizes, 3);
	NET_BUFFER *nb = NdisAllocateNetBuffer(h, m, 25, 60);
	check_data(nb, 25, 60);
	assert_ptr_equal(NET_BUFFER_CURRENT_MDL(nb), m->Next);
	assert_int_equal(NET_BUFFER_CURRENT_MDL_OFFSET(nb), 5);
	/* within the unused data space */
	assert_int_equal(NdisRetreatNetBufferDataStart(nb, 10, 0, NULL), NDIS_STATUS_SUCCESS);
	check_data(nb, 15, 70);
	assert_ptr_equal(NET_BUFFER_CURRENT_MDL(nb), m);
	/* past it: 15 bytes are there, 25 more come from an MDL of NDIS's own with 40 of backfill */
	assert_int_equal(NdisRetreatNetBufferDataStart(nb, 40, 40, NULL), NDIS_STATUS_SUCCESS);
	assert_ptr_not_equal(NET_BUFFER_FIRST_MDL(nb), m);
	assert_int_equal(NET_BUFFER_DATA_LENGTH(nb), 110);
	assert_int_equal(NET_BUFFER_DATA_OFFSET(nb), 40);
	assert_int_equal(NET_BUFFER_FIRST_MDL(nb)->ByteCount, 65);
	NdisAdvanceNetBufferDataStart(nb, 40, FALSE, NULL);
	assert_ptr_not_equal(NET_BUFFER_FIRST_MDL(nb), m); /* kept for the next retreat */
	check_data(nb, 15, 70);
	assert_int_equal(NdisRetreatNetBufferDataStart(nb, 40, 0, NULL), NDIS_STATUS_SUCCESS);
	NdisAdvanceNetBufferDataStart(nb, 40, TRUE, NULL);
	assert_ptr_equal(NET_BUFFER_FIRST_MDL(nb), m);
	check_data(nb, 15, 70);
	/* through the driver's allocator */
	assert_int_equal(NdisRetreatNetBufferDataStart(nb, 100, 0, allocate_mdl), NDIS_STATUS_SUCCESS);
	assert_int_equal(handler_allocs, 1);
	NdisAdvanceNetBufferDataStart(nb, 100, TRUE, free_mdl);
	assert_int_equal(handler_frees, 1);
	check_data(nb, 15, 70);
	unsigned findings = nt_finding_count();
	NdisAdvanceNetBufferDataStart(nb, 71, FALSE, NULL);
	assert_int_equal(nt_finding_count(), findings + 1);
	NdisFreeNetBuffer(nb);
	NdisFreeNetBufferPool(h);
	chain_free(m);
}

static void get_data_buffer(void **state)
{
	(void)state;
	NDIS_HANDLE h = nb_pool(0);
	const unsigned sizes[] = {20, 30};
	MDL *m = chain(sizes, 2);
	NET_BUFFER *nb = NdisAllocateNetBuffer(h, m, 2, 40);
	UCHAR copy[64] __attribute__((aligned(16)));
	UCHAR *p = NdisGetDataBuffer(nb, 18, NULL, 1, 0);
	assert_ptr_equal(p, (UCHAR *)m->MappedSystemVa + 2);
	assert_null(NdisGetDataBuffer(nb, 19, NULL, 1, 0)); /* not contiguous, no storage */
	assert_ptr_equal(NdisGetDataBuffer(nb, 19, copy, 1, 0), copy);
	assert_int_equal(copy[18], 20);
	assert_null(NdisGetDataBuffer(nb, 41, copy, 1, 0));            /* longer than the data */
	assert_ptr_equal(NdisGetDataBuffer(nb, 4, copy, 16, 0), copy); /* offset 2 of a 16-byte aligned block */
	assert_ptr_not_equal(NdisGetDataBuffer(nb, 4, copy, 16, 2), copy);
	assert_int_equal(NdisQueryNetBufferPhysicalCount(nb), 2);
	NdisFreeNetBuffer(nb);
	NdisFreeNetBufferPool(h);
	chain_free(m);
}

static void copy(void **state)
{
	(void)state;
	NDIS_HANDLE h = nb_pool(0);
	const unsigned from_sizes[] = {7, 13, 40}, to_sizes[] = {11, 30};
	MDL *from = chain(from_sizes, 3), *to = chain(to_sizes, 2);
	NET_BUFFER *a = NdisAllocateNetBuffer(h, from, 3, 50), *b = NdisAllocateNetBuffer(h, to, 1, 0);
	ULONG copied;
	assert_int_equal(NdisCopyFromNetBufferToNetBuffer(b, 2, 20, a, 5, &copied), NDIS_STATUS_SUCCESS);
	assert_int_equal(copied, 20);
	b->DataLength = 22;
	UCHAR out[64], *p = NdisGetDataBuffer(b, 22, out, 1, 0);
	for (unsigned i = 0; i < 20; i++)
		assert_int_equal(p[2 + i], 8 + i);
	NdisCopyFromNetBufferToNetBuffer(b, 0, 1000, a, 0, &copied); /* the destination runs out of space */
	assert_int_equal(copied, 40);
	NdisCopyFromNetBufferToNetBuffer(b, 0, 1000, a, 45, &copied); /* the source runs out of data */
	assert_int_equal(copied, 5);
	NdisFreeNetBuffer(a);
	NdisFreeNetBuffer(b);
	NdisFreeNetBufferPool(h);
	chain_free(from);
	chain_free(to);
}

static void derived(void **state)
{
	(void)state;
	NDIS_HANDLE h = nbl_pool(true, 0, 0), n = nb_pool(0);
	const unsigned sizes[] = {40, 60, 100};
	MDL *m = chain(sizes, 3);
	NET_BUFFER_LIST *nbl = NdisAllocateNetBufferAndNetBufferList(h, 0, 0, m, 30, 150);
	for (unsigned pools_given = 0; pools_given < 2; pools_given++)
		for (unsigned share = 0; share < 2; share++) {
			const ULONG flags = share ? NDIS_CLONE_FLAGS_USE_ORIGINAL_MDLS : 0;
			NET_BUFFER_LIST *c = NdisAllocateCloneNetBufferList(nbl, pools_given ? h : NULL, pools_given ? n : NULL, flags);
			assert_non_null(c);
			assert_null(c->Context);
			assert_ptr_equal(c->ParentNetBufferList, nbl);
			check_data(NET_BUFFER_LIST_FIRST_NB(c), 30, 150);
			if (share)
				assert_ptr_equal(NET_BUFFER_FIRST_MDL(NET_BUFFER_LIST_FIRST_NB(c)), m);
			else /* the same bytes, not copies */
				assert_ptr_equal(NdisGetDataBuffer(NET_BUFFER_LIST_FIRST_NB(c), 1, NULL, 1, 0),
				                 (UCHAR *)m->MappedSystemVa + 30);
			NdisFreeCloneNetBufferList(c, flags);
		}
	NET_BUFFER_LIST *f = NdisAllocateFragmentNetBufferList(nbl, NULL, NULL, 10, 64, 20, 4, 0);
	assert_non_null(f);
	const unsigned lengths[] = {64, 64, 12};
	NET_BUFFER *nb = NET_BUFFER_LIST_FIRST_NB(f);
	for (unsigned i = 0, at = 40; i < 3; at += lengths[i], i++, nb = NET_BUFFER_NEXT_NB(nb)) {
		assert_non_null(nb);
		assert_int_equal(NET_BUFFER_DATA_LENGTH(nb), lengths[i] + 20);
		UCHAR out[128], *p = NdisGetDataBuffer(nb, lengths[i] + 20, out, 1, 0);
		for (unsigned k = 0; k < lengths[i]; k++)
			assert_int_equal(p[20 + k], (UCHAR)(at + k));
	}
	assert_null(nb);
	NET_BUFFER_LIST *r = NdisAllocateReassembledNetBufferList(f, NULL, 20, 0, 0, 0);
	assert_non_null(r);
	check_data(NET_BUFFER_LIST_FIRST_NB(r), 40, 140);
	assert_null(NET_BUFFER_NEXT_NB(NET_BUFFER_LIST_FIRST_NB(r)));
	NdisFreeReassembledNetBufferList(r, 0, 0);
	NdisFreeFragmentNetBufferList(f, 20, 0);
	check_data(NET_BUFFER_LIST_FIRST_NB(nbl), 30, 150);
	NdisFreeNetBufferList(nbl);
	unsigned findings = nt_finding_count();
	NdisFreeNetBufferListPool(h);
	NdisFreeNetBufferPool(n);
	assert_int_equal(nt_finding_count(), findings); /* nothing is out */
	chain_free(m);
}

static void info(void **state)
{
	(void)state;
	NDIS_HANDLE h = nbl_pool(true, 0, 0);
	NET_BUFFER_LIST *a = NdisAllocateNetBufferList(h, 0, 0), *b = NdisAllocateNetBufferList(h, 0, 0);
	for (unsigned i = 0; i < MaxNetBufferListInfo; i++)
		a->NetBufferListInfo[i] = (PVOID)(uintptr_t)(100 + i);
	NdisCopySendNetBufferListInfo(b, a);
	assert_ptr_equal(b->NetBufferListInfo[TcpIpChecksumNetBufferListInfo], (PVOID)100);
	assert_ptr_equal(b->NetBufferListInfo[NetBufferListCancelId], (PVOID)105);
	assert_null(b->NetBufferListInfo[SwitchForwardingDetail]);
	memset(b->NetBufferListInfo, 0, sizeof(b->NetBufferListInfo));
	NdisCopyReceiveNetBufferListInfo(b, a);
	assert_null(b->NetBufferListInfo[NetBufferListCancelId]);
	assert_ptr_equal(b->NetBufferListInfo[NetBufferListHashValue], (PVOID)108);
	NdisFreeNetBufferList(a);
	NdisFreeNetBufferList(b);
	NdisFreeNetBufferListPool(h);
}

static int up(void **state)
{
	(void)state;
	machine_up(nt_test_config(), NULL);
	return 0;
}
static int down(void **state)
{
	(void)state;
	machine_down(false);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(pools),
	        cmocka_unit_test(pool_with_data),
	        cmocka_unit_test(retreat_and_advance),
	        cmocka_unit_test(get_data_buffer),
	        cmocka_unit_test(copy),
	        cmocka_unit_test(derived),
	        cmocka_unit_test(info),
	};
	return cmocka_run_group_tests(tests, up, down);
}
