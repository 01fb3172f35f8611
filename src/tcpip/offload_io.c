/*
 * Data of offloaded connections: the lab's buffers become NBLs for the target, what the target indicates becomes events for the lab.
 *
 * An NBL of ours carries in ProtocolReserved: 0 the offload, 1 slot and generation, 2 the lab's cookie and the length. So a completion
 * finds its way even when the connection is gone.
 *
 * Receiving: an indication is accepted while the lab has less than OFFLOAD_INDICATED bytes of that connection; the driver's NBL is kept and
 * its pieces are named to the lab, who writes them to the application from where they are. Refused, the target keeps the data; when the lab
 * has caught up a zero-byte receive request makes the target indicate again (contract 7.4).
 */
#include "tcpip/offload.h"
#include <string.h>

#define NO_COOKIE 0xffffffffu

NET_BUFFER_LIST *offload_nbl(struct offload *o, uint64_t offset, uint32_t bytes, const struct oconn *c, uint32_t cookie)
{
	MDL *mdl = NdisAllocateMdl(o->b->ndis, (void *)(NT_RAM_BASE + offset), bytes ? bytes : 1);
	NET_BUFFER_LIST *nbl = mdl ? NdisAllocateNetBufferAndNetBufferList(o->pool, 0, 0, mdl, 0, bytes) : NULL;
	if (!nbl) {
		if (mdl)
			NdisFreeMdl(mdl);
		return NULL;
	}
	nbl->Next = NULL;
	nbl->ProtocolReserved[0] = o;
	nbl->ProtocolReserved[1] = (void *)((uintptr_t)c->generation << 32 | c->slot);
	nbl->ProtocolReserved[2] = (void *)((uintptr_t)bytes << 32 | cookie);
	return nbl;
}
void offload_nbl_free(NET_BUFFER_LIST *nbl)
{
	MDL *mdl = NET_BUFFER_FIRST_MDL(NET_BUFFER_LIST_FIRST_NB(nbl));
	NdisFreeNetBufferList(nbl);
	NdisFreeMdl(mdl);
}
static struct conn_cell cell_of(const NET_BUFFER_LIST *nbl, uint16_t what)
{
	const uint64_t who = (uintptr_t)nbl->ProtocolReserved[1], data = (uintptr_t)nbl->ProtocolReserved[2];
	return (struct conn_cell){.what = what,
	                          .slot = (uint32_t)who,
	                          .generation = (uint32_t)(who >> 32),
	                          .cookie = (uint32_t)data,
	                          .bytes = (uint32_t)(data >> 32),
	                          .status = (uint32_t)nbl->Status};
}
static void complete(NET_BUFFER_LIST *list, uint16_t what)
{
	struct offload *o = list ? list->ProtocolReserved[0] : NULL;
	KIRQL old;
	if (!o)
		return;
	KeAcquireSpinLock(&o->lock, &old);
	for (NET_BUFFER_LIST *nbl = list, *next; nbl; nbl = next) {
		struct conn_cell e = cell_of(nbl, what);
		next = nbl->Next;
		if (what == EV_SENT || what == EV_RECEIVED) {
			const uint32_t moved = (uint32_t)(uintptr_t)NET_BUFFER_LIST_INFO(nbl, TcpOffloadBytesTransferred);
			e.bytes = nbl->Status == NDIS_STATUS_SUCCESS && what == EV_SENT ? e.bytes : moved < e.bytes ? moved : e.bytes;
		}
		if (e.cookie != NO_COOKIE || what == EV_DISCONNECTED)
			offload_event(o, &e);
		offload_nbl_free(nbl);
	}
	KeReleaseSpinLock(&o->lock, old);
	conn_machine_kick(&o->port);
}
void NTAPI offload_send_complete(NDIS_HANDLE context, PNET_BUFFER_LIST list)
{
	(void)context;
	complete(list, EV_SENT);
}
void NTAPI offload_receive_complete(NDIS_HANDLE context, PNET_BUFFER_LIST list)
{
	(void)context;
	complete(list, EV_RECEIVED);
}
void NTAPI offload_disconnect_complete(NDIS_HANDLE context, PNET_BUFFER_LIST list)
{
	(void)context;
	complete(list, EV_DISCONNECTED);
}
void NTAPI offload_forward_complete(NDIS_HANDLE context, PNET_BUFFER_LIST list)
{
	(void)context;
	complete(list, EV_FORWARDED);
}
/* Handed back by a terminate: what is left of each is what the peer has not acknowledged. */
void offload_sends_up(struct offload *o, struct oconn *c, NET_BUFFER_LIST *chain)
{
	KIRQL old;
	(void)c;
	KeAcquireSpinLock(&o->lock, &old);
	for (NET_BUFFER_LIST *nbl = chain, *next; nbl; nbl = next) {
		struct conn_cell e = cell_of(nbl, EV_SENT);
		const uint32_t left = NET_BUFFER_DATA_LENGTH(NET_BUFFER_LIST_FIRST_NB(nbl));
		next = nbl->Next;
		e.status = (uint32_t)NDIS_STATUS_UPLOAD_IN_PROGRESS;
		e.bytes = left < e.bytes ? e.bytes - left : 0;
		offload_event(o, &e);
		offload_nbl_free(nbl);
	}
	KeReleaseSpinLock(&o->lock, old);
}

/* ---- indications */
bool offload_is_mandatory(uint32_t reason)
{
	return reason == ReceivedUrgentData || (reason >= TimeoutExpiration && reason < MaxUploadReason);
}
void NTAPI offload_tcp_event(PVOID context, ULONG type, ULONG information)
{
	struct oconn *c = base_container_of((NDIS_OFFLOAD_HANDLE *)context, struct oconn, base.handle);
	struct offload *o = c->o;
	const struct conn_cell e = {
	        .what = EV_EVENT, .slot = c->slot, .generation = c->generation, .type = type, .information = information};
	bool up = false;
	KIRQL old;
	KeAcquireSpinLock(&o->lock, &old);
	if (c->base.state == CONN_OFFLOADING) { /* the lab hears of it behind EV_OFFLOADED */
		if (c->earlies < ARRAY_LEN(c->early)) {
			c->early[c->earlies] = type;
			c->early_information[c->earlies++] = information;
		}
	} else {
		offload_event(o, &e);
	}
	if (type == TcpIndicateAbort || (type == TcpIndicateRetrieve && offload_is_mandatory(information)))
		up = conn_upload(&o->b->connections, &c->base);
	KeReleaseSpinLock(&o->lock, old);
	if (up)
		offload_terminate(&c->base);
	conn_machine_kick(&o->port);
}
static bool in_ram(struct offload *o, const void *p, uint32_t bytes)
{
	const struct ram_header *h = (const void *)o->port.ram;
	const uint64_t at = (uint64_t)(uintptr_t)p - NT_RAM_BASE;
	return (uintptr_t)p >= NT_RAM_BASE && bytes <= h->ram_size && at <= h->ram_size - bytes;
}
void offload_cookie_room(struct offload *o)
{
	const uint32_t more = o->cookies * 2;
	if (o->free_cookie != NO_COOKIE)
		return;
	void *bigger = stack_alloc(more * sizeof *o->cookie);
	if (!bigger)
		return;
	memcpy(bigger, o->cookie, o->cookies * sizeof *o->cookie);
	stack_free(o->cookie);
	o->cookie = bigger;
	for (uint32_t i = o->cookies; i < more; i++)
		o->cookie[i].next = i + 1 < more ? i + 1 : NO_COOKIE;
	o->free_cookie = o->cookies;
	o->cookies = more;
}
/* Names the NBL's pieces to the lab; the last one's cookie brings it back. Without a cookie, or with memory outside RAM, nothing is
 * emitted. */
uint32_t offload_lend(struct offload *o, struct oconn *c, NET_BUFFER_LIST *nbl, uint32_t bytes, bool emit)
{
	NET_BUFFER *nb = NET_BUFFER_LIST_FIRST_NB(nbl);
	const uint32_t cookie = o->free_cookie;
	uint32_t left = bytes, skip = NET_BUFFER_CURRENT_MDL_OFFSET(nb);
	if (cookie == NO_COOKIE)
		return NO_COOKIE;
	for (MDL *m = NET_BUFFER_CURRENT_MDL(nb); m && left; m = m->Next) {
		const uint32_t n = MmGetMdlByteCount(m) - skip < left ? MmGetMdlByteCount(m) - skip : left;
		const uint8_t *p = MmGetSystemAddressForMdlSafe(m, NormalPagePriority);
		if (!p || !in_ram(o, p + skip, n))
			return NO_COOKIE;
		left -= n;
		skip = 0;
	}
	if (left)
		return NO_COOKIE;
	o->free_cookie = o->cookie[cookie].next;
	o->cookie[cookie].nbl = nbl;
	o->cookie[cookie].slot = c->slot;
	o->cookie[cookie].generation = c->generation;
	o->cookie[cookie].bytes = bytes;
	c->indicated += bytes;
	left = bytes;
	skip = NET_BUFFER_CURRENT_MDL_OFFSET(nb);
	for (MDL *m = NET_BUFFER_CURRENT_MDL(nb); emit && m && left; m = m->Next) {
		const uint32_t n = MmGetMdlByteCount(m) - skip < left ? MmGetMdlByteCount(m) - skip : left;
		const uint8_t *p = MmGetSystemAddressForMdlSafe(m, NormalPagePriority);
		left -= n;
		const struct conn_cell e = {.what = EV_INDICATED,
		                            .slot = c->slot,
		                            .generation = c->generation,
		                            .cookie = left ? NO_COOKIE : cookie,
		                            .bytes = n,
		                            .offset = (uint64_t)(uintptr_t)(p + skip) - NT_RAM_BASE};
		offload_event(o, &e);
		skip = 0;
	}
	return cookie;
}
NDIS_STATUS NTAPI offload_receive_indicate(PVOID context, PNET_BUFFER_LIST nbl, NDIS_STATUS status, PULONG consumed)
{
	struct oconn *c = base_container_of((NDIS_OFFLOAD_HANDLE *)context, struct oconn, base.handle);
	struct offload *o = c->o;
	const uint32_t bytes = NET_BUFFER_DATA_LENGTH(NET_BUFFER_LIST_FIRST_NB(nbl));
	KIRQL old;
	(void)status;
	KeAcquireSpinLock(&o->lock, &old);
	/* an empty account always takes one indication, however large: else nothing would ever move */
	const bool take = c->base.state != CONN_OFFLOADING && (!c->indicated || c->indicated + bytes <= OFFLOAD_INDICATED) &&
	                  offload_lend(o, c, nbl, bytes, true) != NO_COOKIE;
	if (!take && !c->refused) {
		c->refused = true;
		list_add(&o->refused, &c->rearm);
		o->rearm = true; /* the lab may have caught up while this was decided */
	}
	o->refused_indications += !take;
	KeReleaseSpinLock(&o->lock, old);
	conn_machine_kick(&o->port);
	*consumed = take ? bytes : 0;
	return take ? NDIS_STATUS_SUCCESS : NDIS_STATUS_OFFLOAD_DATA_NOT_ACCEPTED;
}

/* ---- the lab's commands */
static NET_BUFFER_LIST *take_back(struct offload *o, uint32_t cookie) /* under lock */
{
	NET_BUFFER_LIST *nbl = cookie < o->cookies ? o->cookie[cookie].nbl : NULL;
	if (!nbl)
		return NULL;
	struct oconn *c = offload_find(o, o->cookie[cookie].slot, o->cookie[cookie].generation);
	if (c)
		c->indicated -= o->cookie[cookie].bytes;
	o->rearm |= !list_empty(&o->refused);
	o->cookie[cookie].nbl = NULL;
	o->cookie[cookie].next = o->free_cookie;
	o->free_cookie = cookie;
	nbl->Next = NULL;
	return nbl;
}
static void give_back(struct offload *o, uint32_t cookie)
{
	KIRQL old;
	KeAcquireSpinLock(&o->lock, &old);
	NET_BUFFER_LIST *nbl = take_back(o, cookie);
	KeReleaseSpinLock(&o->lock, old);
	if (nbl)
		NdisOffloadTcpReceiveReturn(o->b->ndis, nbl);
}
bool offload_return_all(struct offload *o)
{
	bool any = false;
	for (uint32_t i = 0; i < o->cookies; i++) {
		any |= o->cookie[i].nbl != NULL;
		give_back(o, i);
	}
	return any;
}
/* On the thread that makes terminates: a request never crosses the terminate of its connection (CO-156). */
bool offload_rearm(struct offload *o)
{
	NET_BUFFER_LIST *request[32];
	struct oconn *to[32];
	unsigned n = 0;
	KIRQL old;
	KeAcquireSpinLock(&o->lock, &old);
	const bool look = o->rearm && o->free_cookie != NO_COOKIE;
	if (look)
		o->rearm = false;
	list_each(l, &o->refused)
	{
		struct oconn *c = base_container_of(l, struct oconn, rearm);
		if (!look || c->indicated > OFFLOAD_INDICATED / 2 || c->base.state != CONN_OFFLOADED)
			continue;
		if (n == ARRAY_LEN(to) || !(request[n] = offload_nbl(o, 0, 0, c, NO_COOKIE))) {
			o->rearm = true;
			break;
		}
		to[n++] = c;
		c->refused = false;
		list_del(&c->rearm);
	}
	KeReleaseSpinLock(&o->lock, old);
	for (unsigned i = 0; i < n; i++)
		NdisOffloadTcpReceive(&to[i]->base.handle, request[i]);
	return n != 0;
}
/* A request that can't go down any more comes back as the upload would bring it. */
static void refuse(struct offload *o, const struct conn_cell *cell, uint16_t what)
{
	struct conn_cell e = *cell;
	KIRQL old;
	e.what = what;
	e.bytes = 0;
	e.status = (uint32_t)NDIS_STATUS_UPLOAD_IN_PROGRESS;
	KeAcquireSpinLock(&o->lock, &old);
	offload_event(o, &e);
	KeReleaseSpinLock(&o->lock, old);
}
void offload_command_io(struct offload *o, const struct conn_cell *cell)
{
	static const uint16_t answers[] = {
	        [CMD_SEND] = EV_SENT, [CMD_RECEIVE] = EV_RECEIVED, [CMD_DISCONNECT] = EV_DISCONNECTED, [CMD_FORWARD] = EV_FORWARDED};
	KIRQL old;
	if (cell->what == CMD_RETURN) {
		give_back(o, cell->cookie);
		return;
	}
	KeAcquireSpinLock(&o->lock, &old);
	struct oconn *c = offload_find(o, cell->slot, cell->generation);
	const bool there = c && c->base.state == CONN_OFFLOADED;
	KeReleaseSpinLock(&o->lock, old);
	/* Only this thread makes terminates, so the connection stays ours to name until it builds the next one. */
	const bool data = cell->what == CMD_SEND || cell->what == CMD_RECEIVE || cell->what == CMD_FORWARD;
	NET_BUFFER_LIST *nbl =
	        there ? offload_nbl(o, data ? cell->offset : 0, data ? cell->bytes : 0, c, data ? cell->cookie : NO_COOKIE) : NULL;
	if (!nbl) {
		refuse(o, cell, answers[cell->what]);
		return;
	}
	switch (cell->what) {
	case CMD_SEND:
		NdisOffloadTcpSend(&c->base.handle, nbl);
		break;
	case CMD_RECEIVE:
		if (cell->flags & CONN_NO_PUSH)
			NET_BUFFER_LIST_INFO(nbl, TcpReceiveNoPush) = (PVOID)1;
		NdisOffloadTcpReceive(&c->base.handle, nbl);
		break;
	case CMD_DISCONNECT:
		NdisOffloadTcpDisconnect(&c->base.handle, nbl, cell->flags);
		break;
	default:
		NdisOffloadTcpForward(&c->base.handle, nbl);
		break;
	}
}
