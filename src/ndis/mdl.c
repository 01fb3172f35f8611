/*
 * MDLs. NdisAllocateMdl describes nonpaged memory of the driver's own and is therefore always mapped. What comes down from a protocol is
 * not: on Windows a send out of a user's buffer reaches the miniport as pages that are locked and nothing more, and a driver that takes
 * MappedSystemVa or MmGetMdlVirtualAddress for an address it may touch works in the laboratory and crashes at the customer's. So NDIS
 * unmaps every fourth NBL that goes down (datapath.c): the pages stay, the MDL says MDL_PAGES_LOCKED only, its StartVa is a user's address.
 * It is put back when the NBL is completed.
 *
 * learn.microsoft.com/windows-hardware/drivers/kernel/using-mdls, .../ddi/ndis/nf-ndis-ndisallocatemdl
 */
#include "ndis/io.h"

#define USER_VA 0x00007ff5d0000000ull /* where a process's heap would be: no mapping of ours is there */

PMDL NTAPI NdisAllocateMdl(NDIS_HANDLE NdisHandle, PVOID VirtualAddress, UINT Length)
{
	(void)NdisHandle;
	MDL *m = IoAllocateMdl(VirtualAddress, Length, FALSE, FALSE, NULL);
	if (m)
		MmBuildMdlForNonPagedPool(m);
	return m;
}

void NTAPI NdisFreeMdl(PMDL Mdl)
{
	if (Mdl)
		IoFreeMdl(Mdl);
}

void io_mdl_unmap(struct nbl_block *b)
{
	unsigned n = 0;
	if (b->derived || b->nbl.ParentNetBufferList)
		return;
	for (NET_BUFFER *nb = b->nbl.FirstNetBuffer; nb; nb = nb->Next)
		for (MDL *m = nb->MdlChain; m; m = m->Next)
			if (n++ == NBL_SAVED || !(m->MdlFlags & MDL_SOURCE_IS_NONPAGED_POOL) || (m->MdlFlags & MDL_PARTIAL))
				return; /* all or nothing */
	b->saved_n = 0;
	for (NET_BUFFER *nb = b->nbl.FirstNetBuffer; nb; nb = nb->Next)
		for (MDL *m = nb->MdlChain; m; m = m->Next) {
			b->saved[b->saved_n++] = (struct mdl_saved){m, m->MdlFlags, m->MappedSystemVa, m->StartVa};
			m->MdlFlags = (CSHORT)((m->MdlFlags & ~MDL_SOURCE_IS_NONPAGED_POOL) | MDL_PAGES_LOCKED);
			m->MappedSystemVa = NULL;
			m->StartVa = (PVOID)(uintptr_t)USER_VA;
		}
}

void io_mdl_restore(struct nbl_block *b)
{
	for (unsigned i = 0; i < b->saved_n; i++) {
		const struct mdl_saved *s = &b->saved[i];
		if (s->mdl->MdlFlags & MDL_MAPPED_TO_SYSTEM_VA)
			MmUnmapLockedPages(s->mdl->MappedSystemVa, s->mdl);
		s->mdl->MdlFlags = s->flags;
		s->mdl->MappedSystemVa = s->mapped;
		s->mdl->StartVa = s->start;
	}
	b->saved_n = 0;
}
