/*
 * Trees of blocks: what goes down in one NdisInitiateOffload, what comes up in one NdisTerminateOffload.
 *
 *   down   hops that are new or referred to as roots, their routes below them, the connections below those; one state structure of each
 * kind behind every new block. A linker's dependents are all new (CO-057). up     the connections as roots, each with room for its
 * delegated state; when that is complete, a second tree takes away the routes and hops that have no user any more (CO-158, CO-159)
 *
 * Statuses are judged per block; a connection that the target refused is the lab's again, its send data untouched.
 */
#include "tcpip/offload.h"
#include <string.h>

#define NO_COOKIE 0xffffffffu
typedef NDIS_PROTOCOL_OFFLOAD_BLOCK_LIST block;

static void *grow(struct tree *t, size_t bytes)
{
	void *p = t->memory + t->used;
	t->used += ALIGN_UP_TO(bytes, sizeof(void *));
	if (t->used > t->room)
		__builtin_trap(); /* it was counted wrong: ours to mend */
	return p;
}
static block *new_block(struct tree *t, unsigned type, NDIS_OFFLOAD_HANDLE *handle)
{
	block *b = grow(t, sizeof *b);
	memset(b, 0, sizeof *b);
	b->Header = (NDIS_OBJECT_HEADER){.Type = (UCHAR)type, .Revision = 1, .Size = sizeof *b};
	b->OffloadHandle = handle;
	return b;
}
static void *state(struct tree *t, size_t bytes)
{
	OFFLOAD_STATE_HEADER *h = grow(t, bytes);
	memset(h, 0, bytes);
	h->Length = (ULONG)bytes;
	return h;
}
static bool tree_begin(struct tree *t, size_t bytes, unsigned conns)
{
	memset(t, 0, sizeof *t);
	t->room = bytes;
	t->memory = stack_alloc(bytes + conns * (sizeof *t->conn + sizeof *t->block));
	if (!t->memory)
		return false;
	t->conn = (void *)(t->memory + bytes);
	t->block = (void *)(t->conn + conns);
	return true;
}
static void tree_end(struct tree *t)
{
	stack_free(t->memory);
	memset(t, 0, sizeof *t);
}

/* ---- objects above connections; under lock */
static struct hop *hop_of(struct offload *o, const struct conn_state *s)
{
	list_each(l, &o->hops)
	{
		struct hop *h = base_container_of(l, struct hop, link);
		if (!memcmp(h->mac, s->next_hop, 6) && !memcmp(h->source, s->source_mac, 6) && h->vlan == s->vlan)
			return h;
	}
	struct hop *h = stack_alloc(sizeof *h);
	if (!h)
		return NULL;
	memcpy(h->mac, s->next_hop, 6);
	memcpy(h->source, s->source_mac, 6);
	h->vlan = s->vlan;
	list_add(&o->hops, &h->link);
	return h;
}
static struct route *route_of(struct offload *o, const struct conn_state *s)
{
	list_each(l, &o->routes)
	{
		struct route *r = base_container_of(l, struct route, link);
		if (r->family == s->family && r->mtu == s->path_mtu && !memcmp(r->local, s->local, 16) &&
		    !memcmp(r->remote, s->remote, 16) && !memcmp(r->hop->mac, s->next_hop, 6) &&
		    !memcmp(r->hop->source, s->source_mac, 6) && r->hop->vlan == s->vlan)
			return r;
	}
	struct route *r = stack_alloc(sizeof *r);
	struct hop *h = r ? hop_of(o, s) : NULL;
	if (!h) {
		stack_free(r);
		return NULL;
	}
	r->hop = h;
	h->routes++;
	r->family = s->family;
	r->mtu = s->path_mtu;
	memcpy(r->local, s->local, 16);
	memcpy(r->remote, s->remote, 16);
	list_add(&o->routes, &r->link);
	return r;
}
/* An object that never got down, or has come up, and that nobody uses goes. */
static void sweep(struct offload *o)
{
	list_each(l, &o->routes)
	{
		struct route *r = base_container_of(l, struct route, link);
		if (!r->conns && !r->live && !r->block) {
			list_del(&r->link);
			r->hop->routes--;
			stack_free(r);
		}
	}
	list_each(l, &o->hops)
	{
		struct hop *h = base_container_of(l, struct hop, link);
		if (!h->routes && !h->live && !h->block) {
			list_del(&h->link);
			stack_free(h);
		}
	}
}
void offload_forget(struct offload *o, struct oconn *c)
{
	if (c->route)
		c->route->conns--;
	c->route = NULL;
	if (c->refused)
		list_del(&c->rearm);
	c->refused = false;
	if (o->by_slot[c->slot] == c)
		o->by_slot[c->slot] = NULL;
	if (c->base.table)
		conn_forget(&c->base);
}

/* ---- down */
static uint16_t scaled(uint32_t us, unsigned by)
{
	const uint32_t ticks =
	        (uint32_t)(((uint64_t)us * by + 500) / 1000); /* a tick is a millisecond; the factor keeps fractions of one */
	return ticks > 0xffff ? 0xffff : (uint16_t)(us && !ticks ? 1 : ticks);
}
static void free_chain(NET_BUFFER_LIST *chain)
{
	for (NET_BUFFER_LIST *nbl = chain, *next; nbl; nbl = next) {
		next = nbl->Next;
		offload_nbl_free(nbl);
	}
}
/* Pieces as NBLs, in stream order; empty ones carry nothing. False: no memory, and nothing was made. */
static bool chain_of(struct offload *o, struct oconn *c, const struct port_piece *p, uint32_t n, NET_BUFFER_LIST **first,
                     NET_BUFFER_LIST **last)
{
	NET_BUFFER_LIST **end = first;
	*first = *last = NULL;
	for (uint32_t i = 0; i < n && i < CONN_PIECES; i++) {
		if (!p[i].length)
			continue;
		NET_BUFFER_LIST *nbl = offload_nbl(o, p[i].offset, p[i].length, c, p[i].pad);
		if (!nbl) {
			free_chain(*first);
			*first = *last = NULL;
			return false;
		}
		*end = *last = nbl;
		end = &nbl->Next;
	}
	return true;
}
static void put_tcp(struct tree *t, struct oconn *c, block *b, NET_BUFFER_LIST *send, NET_BUFFER_LIST *send_last)
{
	const struct conn_state *s = &c->state;
	TCP_OFFLOAD_STATE_CONST *k = state(t, sizeof *k);
	k->Flags = (USHORT)((s->timestamps ? 1 : 0) | (s->sack ? 2 : 0) | (s->wscale_ok ? 4 : 0));
	k->RemotePort = s->remote_port;
	k->LocalPort = s->local_port;
	k->SndWindScale = s->snd_wscale & 15;
	k->RcvWindScale = s->rcv_wscale & 15;
	k->RemoteMss = s->remote_mss;
	k->HashValue = s->hash;
	TCP_OFFLOAD_STATE_CACHED *a = state(t, sizeof *a);
	a->Flags = (USHORT)((s->keepalive ? 1 : 0) | (s->nagle ? 2 : 0));
	a->InitialRcvWnd = s->initial_rcv_wnd;
	a->RcvIndicationSize = s->rcv_indication_size;
	a->KaProbeCount = s->ka_probe_count;
	a->KaTimeout = s->ka_timeout;
	a->KaInterval = s->ka_interval;
	a->MaxRT = s->max_rt;
	a->FlowLabel = s->flow_label & 0xfffff;
	a->TtlOrHopLimit = s->ttl;
	a->TosOrTrafficClass = s->tos;
	TCP_OFFLOAD_STATE_DELEGATED *d = state(t, sizeof *d);
	d->State = s->state;
	d->RcvNxt = s->rcv_nxt;
	d->RcvWnd = s->rcv_wnd;
	d->SndUna = s->snd_una;
	d->SndNxt = s->snd_nxt;
	d->SndMax = s->snd_max;
	d->SndWnd = s->snd_wnd;
	d->MaxSndWnd = s->max_snd_wnd;
	d->SendWL1 = s->snd_wl1;
	d->CWnd = s->cwnd;
	d->SsThresh = s->ssthresh;
	d->SRtt = scaled(s->srtt_us, 8);
	d->RttVar = scaled(s->rttvar_us, 4);
	d->TsRecent = s->ts_recent;
	d->TsRecentAge = s->ts_recent_age;
	d->TsTime = s->ts_time;
	d->TotalRT = s->total_rt;
	d->DupAckCount = s->dup_acks;
	d->SndWndProbeCount = s->wnd_probes;
	d->KeepAlive.ProbeCount = s->ka_probes;
	d->KeepAlive.TimeoutDelta = s->ka_left;
	d->Retransmit.Count = s->retransmits;
	d->Retransmit.TimeoutDelta = s->retransmit_left;
	b->NetBufferListChain = d->SendDataHead = send;
	d->SendDataTail = send_last;
	d->BufferedData = c->buffered;
}
#define DOWN_BYTES                                                                                                                         \
	(3 * sizeof(block) + sizeof(NEIGHBOR_OFFLOAD_STATE_CONST) + sizeof(NEIGHBOR_OFFLOAD_STATE_CACHED) +                                \
	 sizeof(NEIGHBOR_OFFLOAD_STATE_DELEGATED) + sizeof(PATH_OFFLOAD_STATE_CONST) + sizeof(PATH_OFFLOAD_STATE_CACHED) +                 \
	 sizeof(PATH_OFFLOAD_STATE_DELEGATED) + sizeof(TCP_OFFLOAD_STATE_CONST) + sizeof(TCP_OFFLOAD_STATE_CACHED) +                       \
	 sizeof(TCP_OFFLOAD_STATE_DELEGATED) + 16 * sizeof(void *))

static block *place_hop(struct tree *t, struct hop *h)
{
	if (h->block)
		return h->block;
	block *b = h->block = new_block(t, NeighborOffloadState, &h->handle);
	if (!h->live) {
		NEIGHBOR_OFFLOAD_STATE_CONST *c = state(t, sizeof *c);
		memcpy(c->DlSourceAddress, h->source, 6);
		c->VlanId = h->vlan & 0xfff;
		NEIGHBOR_OFFLOAD_STATE_CACHED *a = state(t, sizeof *a);
		memcpy(a->DlDestinationAddress, h->mac, 6);
		state(t, sizeof(NEIGHBOR_OFFLOAD_STATE_DELEGATED)); /* both deltas 0: a connection that moves data has just confirmed it */
	}
	b->NextBlock = t->root;
	t->root = b;
	return b;
}
static block *place_route(struct tree *t, struct route *r)
{
	if (r->block)
		return r->block;
	block *above = place_hop(t, r->hop);
	block *b = r->block = new_block(t, r->family == 4 ? Ip4OffloadState : Ip6OffloadState, &r->handle);
	if (!r->live) {
		PATH_OFFLOAD_STATE_CONST *c = state(t, sizeof *c);
		c->SourceAddress = r->local;
		c->DestinationAddress = r->remote;
		PATH_OFFLOAD_STATE_CACHED *a = state(t, sizeof *a);
		a->PathMtu = r->mtu;
		state(t, sizeof(PATH_OFFLOAD_STATE_DELEGATED));
	}
	b->NextBlock = above->DependentBlockList;
	above->DependentBlockList = b;
	return b;
}
/* It does not go down: the lab keeps it. Under lock; not in a list. */
static void stays(struct offload *o, struct oconn *c, NDIS_STATUS status)
{
	const struct conn_cell e = {.what = EV_OFFLOADED, .slot = c->slot, .generation = c->generation, .status = (uint32_t)status};
	offload_event(o, &e);
	offload_forget(o, c);
	stack_free(c);
}
static struct oconn *next_down(struct offload *o)
{
	struct oconn *c = base_container_of(o->down.next, struct oconn, wait);
	list_del(&c->wait);
	o->downs--;
	return c;
}
/* Within what the adapter reports now (CO-322, CO-427); `more` are about to go down already. */
static bool allowed(struct offload *o, const struct oconn *c, unsigned more)
{
	struct binding *b = o->b;
	char why[120];
	return b->parameters == SET_DONE && view_may_offload(b, c->state.family == 6, why, sizeof why) &&
	       conn_offloaded(&b->connections) + more < b->connection.TcpConnectionOffloadCapacity &&
	       c->state.state >= TcpConnectionEstablished && c->state.state <= TcpConnectionLastAck;
}
bool offload_go_down(struct offload *o)
{
	KIRQL old;
	KeAcquireSpinLock(&o->lock, &old);
	const unsigned n = o->downs < OFFLOAD_BATCH ? o->downs : OFFLOAD_BATCH;
	if (n && (o->shut || o->b->phase != PHASE_ON)) { /* paused meanwhile: the lab keeps them */
		while (o->downs)
			stays(o, next_down(o), NDIS_STATUS_FAILURE);
		o->down_now = false;
		KeReleaseSpinLock(&o->lock, old);
		return true;
	}
	struct tree *t = &o->initiate;
	if (!n || o->initiating || o->terminating || o->leftovers.memory || !(o->down_now || n == OFFLOAD_BATCH)) {
		KeReleaseSpinLock(&o->lock, old);
		return false;
	}
	if (!tree_begin(t, n * DOWN_BYTES, n)) {
		while (o->downs)
			stays(o, next_down(o), NDIS_STATUS_RESOURCES);
		KeReleaseSpinLock(&o->lock, old);
		return true;
	}
	for (unsigned i = 0; i < n; i++) {
		struct oconn *c = next_down(o);
		if (!allowed(o, c, t->conns)) {
			stays(o, c, NDIS_STATUS_FAILURE);
		} else if (!(c->route = route_of(o, &c->state))) {
			stays(o, c, NDIS_STATUS_RESOURCES);
		} else {
			c->route->conns++;
			t->conn[t->conns++] = c;
		}
	}
	/* blocks go in front of their siblings: the last one first, so that the first asked for is the first offloaded */
	for (unsigned i = t->conns; i-- > 0;) {
		struct oconn *c = t->conn[i];
		NET_BUFFER_LIST *send = NULL, *send_last, *received, *received_last;
		if (!chain_of(o, c, c->state.send, c->state.send_pieces, &send, &send_last) ||
		    !chain_of(o, c, c->state.receive, c->state.receive_pieces, &received, &received_last)) {
			free_chain(send);
			stays(o, c, NDIS_STATUS_RESOURCES);
			t->conn[i] = NULL;
			continue;
		}
		c->buffered = received;
		block *above = place_route(t, c->route);
		block *b = t->block[i] = new_block(t, TcpOffloadState, &c->base.handle);
		c->base.handle.MiniportOffloadContext = NULL;
		put_tcp(t, c, b, send, send_last);
		b->NextBlock = above->DependentBlockList;
		above->DependentBlockList = b;
	}
	unsigned kept = 0;
	for (unsigned i = 0; i < t->conns; i++)
		if (t->conn[i]) {
			t->conn[kept] = t->conn[i];
			t->block[kept++] = t->block[i];
		}
	t->conns = kept;
	if (!o->downs)
		o->down_now = false;
	block *root = t->root;
	if (!root) {
		tree_end(t);
		sweep(o);
		KeReleaseSpinLock(&o->lock, old);
		conn_machine_kick(&o->port);
		return true;
	}
	o->initiating = true;
	o->initiates++;
	if (t->conns > o->largest_initiate)
		o->largest_initiate = t->conns;
	for (unsigned i = 0; i < t->conns; i++)
		conn_begin(&o->b->connections, &t->conn[i]->base);
	KeReleaseSpinLock(&o->lock, old);
	NdisInitiateOffload(o->b->ndis, root);
	return true;
}
static bool ok(NDIS_STATUS s)
{
	return s == NDIS_STATUS_SUCCESS || s == NDIS_STATUS_OFFLOAD_PARTIAL_SUCCESS;
}
void offload_initiated(struct offload *o, PNDIS_PROTOCOL_OFFLOAD_BLOCK_LIST root)
{
	struct tree t;
	KIRQL old;
	(void)root;
	KeAcquireSpinLock(&o->lock, &old);
	t = o->initiate;
	memset(&o->initiate, 0, sizeof o->initiate);
	list_each(l, &o->hops)
	{
		struct hop *h = base_container_of(l, struct hop, link);
		h->live |= h->block && ok(h->block->Status);
		h->block = NULL;
	}
	list_each(l, &o->routes)
	{
		struct route *r = base_container_of(l, struct route, link);
		r->live |= r->block && ok(r->block->Status);
		r->block = NULL;
	}
	for (unsigned i = 0; i < t.conns; i++) {
		struct oconn *c = t.conn[i];
		const NDIS_STATUS status = t.block[i]->Status;
		const bool down = ok(status);
		const struct conn_cell e = {
		        .what = EV_OFFLOADED, .slot = c->slot, .generation = c->generation, .status = down ? 0 : (uint32_t)status};
		free_chain(c->buffered);
		c->buffered = NULL;
		offload_event(o, &e);
		/* with the event, for the lab sends at once; an upload that was asked for meanwhile begins below */
		const bool up = conn_is_down(&c->base, down ? NDIS_STATUS_SUCCESS : status);
		t.conn[i] = up ? c : NULL;
		for (unsigned k = 0; down && k < c->earlies; k++) {
			const struct conn_cell early = {.what = EV_EVENT,
			                                .slot = c->slot,
			                                .generation = c->generation,
			                                .type = c->early[k],
			                                .information = c->early_information[k]};
			offload_event(o, &early);
		}
		o->rearm |= c->refused;
		if (down)
			continue;
		free_chain(t.block[i]->NetBufferListChain);
		offload_forget(o, c);
		stack_free(c);
	}
	sweep(o);
	o->initiating = false;
	KeReleaseSpinLock(&o->lock, old);
	for (unsigned i = 0; i < t.conns; i++)
		if (t.conn[i])
			offload_terminate(&t.conn[i]->base);
	tree_end(&t);
	conn_machine_kick(&o->port);
	offload_wake(o);
}

/* ---- up */
void offload_terminate(struct conn *base)
{
	struct oconn *c = base_container_of(base, struct oconn, base);
	struct offload *o = c->o;
	KIRQL old;
	KeAcquireSpinLock(&o->lock, &old);
	if (!c->told) {
		const struct conn_cell e = {.what = EV_UPLOADING, .slot = c->slot, .generation = c->generation};
		offload_event(o, &e);
		c->told = true;
	}
	list_add(&o->up, &c->wait);
	o->ups++;
	KeReleaseSpinLock(&o->lock, old);
	offload_wake(o);
}
/* Routes and hops without users: one tree, hops as roots (or placeholders above routes whose hop stays). */
static bool leftovers(struct offload *o)
{
	KIRQL old;
	unsigned n = 0;
	KeAcquireSpinLock(&o->lock, &old);
	list_each(l, &o->routes)
	{
		n += base_container_of(l, struct route, link)->live && !base_container_of(l, struct route, link)->conns;
	}
	list_each(l, &o->hops)
	{
		n += base_container_of(l, struct hop, link)->live && !base_container_of(l, struct hop, link)->routes;
	}
	if (!n || o->initiating || o->terminating || o->leftovers.memory || o->downs ||
	    !tree_begin(&o->leftovers, n * 2 * sizeof(block), 1)) {
		KeReleaseSpinLock(&o->lock, old);
		return false;
	}
	struct tree *t = &o->leftovers;
	list_each(l, &o->hops)
	{
		struct hop *h = base_container_of(l, struct hop, link);
		unsigned unused = 0;
		list_each(m, &o->routes)
		{
			const struct route *r = base_container_of(m, struct route, link);
			unused += r->hop == h && r->live && !r->conns;
		}
		const bool goes = h->live && unused == h->routes;
		if (!goes && !unused)
			continue;
		h->block = new_block(t, NeighborOffloadState, goes ? &h->handle : NULL);
		h->block->NextBlock = t->root;
		t->root = h->block;
		list_each(m, &o->routes)
		{
			struct route *r = base_container_of(m, struct route, link);
			if (r->hop != h || !r->live || r->conns)
				continue;
			r->block = new_block(t, r->family == 4 ? Ip4OffloadState : Ip6OffloadState, &r->handle);
			r->block->NextBlock = h->block->DependentBlockList;
			h->block->DependentBlockList = r->block;
		}
	}
	block *root = t->root;
	KeReleaseSpinLock(&o->lock, old);
	NdisTerminateOffload(o->b->ndis, root);
	return true;
}
bool offload_go_up(struct offload *o)
{
	KIRQL old;
	KeAcquireSpinLock(&o->lock, &old);
	const unsigned n = o->ups < OFFLOAD_BATCH ? o->ups : OFFLOAD_BATCH;
	struct tree *t = &o->terminate;
	if (!n || o->terminating || !tree_begin(t, n * (sizeof(block) + sizeof(TCP_OFFLOAD_STATE_DELEGATED) + 16), n)) {
		const bool clean = !n && !o->terminating;
		KeReleaseSpinLock(&o->lock, old);
		return clean && leftovers(o);
	}
	while (t->conns < n) {
		struct oconn *c = base_container_of(o->up.next, struct oconn, wait);
		list_del(&c->wait);
		o->ups--;
		block *b = new_block(t, TcpOffloadDelegatedState, &c->base.handle);
		state(t, sizeof(TCP_OFFLOAD_STATE_DELEGATED));
		b->NextBlock = t->root;
		t->root = b;
		t->conn[t->conns] = c;
		t->block[t->conns++] = b;
	}
	block *root = t->root;
	o->terminating = true;
	o->terminates++;
	if (t->conns > o->largest_terminate)
		o->largest_terminate = t->conns;
	KeReleaseSpinLock(&o->lock, old);
	NdisTerminateOffload(o->b->ndis, root);
	return true;
}
static void take_state(struct offload *o, struct oconn *c, const TCP_OFFLOAD_STATE_DELEGATED *d)
{
	struct conn_state *s = conn_machine_state(&o->port, c->slot);
	if (!s)
		return;
	*s = c->state;
	s->state = (uint8_t)d->State;
	s->rcv_nxt = d->RcvNxt;
	s->rcv_wnd = d->RcvWnd;
	s->snd_una = d->SndUna;
	s->snd_nxt = d->SndNxt;
	s->snd_max = d->SndMax;
	s->snd_wnd = d->SndWnd;
	s->max_snd_wnd = d->MaxSndWnd;
	s->snd_wl1 = d->SendWL1;
	s->cwnd = d->CWnd;
	s->ssthresh = d->SsThresh;
	s->srtt_us = d->SRtt * 1000u / 8;
	s->rttvar_us = d->RttVar * 1000u / 4;
	s->ts_recent = d->TsRecent;
	s->ts_recent_age = d->TsRecentAge;
	s->ts_time = d->TsTime;
	s->total_rt = d->TotalRT;
	s->dup_acks = d->DupAckCount;
	s->wnd_probes = d->SndWndProbeCount;
	s->ka_probes = d->KeepAlive.ProbeCount;
	s->ka_left = d->KeepAlive.TimeoutDelta;
	s->retransmits = d->Retransmit.Count;
	s->retransmit_left = d->Retransmit.TimeoutDelta;
	s->send_pieces = s->receive_pieces = 0; /* sends came back by EV_SENT */
	s->receive_cookie = 0xffffffff;
}
void offload_terminated(struct offload *o, PNDIS_PROTOCOL_OFFLOAD_BLOCK_LIST root)
{
	struct tree t;
	KIRQL old;
	KeAcquireSpinLock(&o->lock, &old);
	if (root == o->leftovers.root) {
		t = o->leftovers;
		memset(&o->leftovers, 0, sizeof o->leftovers);
		list_each(l, &o->routes)
		{
			struct route *r = base_container_of(l, struct route, link);
			if (r->block) {
				r->live = false;
				r->handle.MiniportOffloadContext = NULL;
				r->block = NULL;
			}
		}
		list_each(l, &o->hops)
		{
			struct hop *h = base_container_of(l, struct hop, link);
			if (h->block && h->block->OffloadHandle) {
				h->live = false;
				h->handle.MiniportOffloadContext = NULL;
			}
			h->block = NULL;
		}
		sweep(o);
		KeReleaseSpinLock(&o->lock, old);
		tree_end(&t);
		offload_wake(o);
		return;
	}
	t = o->terminate;
	memset(&o->terminate, 0, sizeof o->terminate);
	KeReleaseSpinLock(&o->lock, old);
	for (unsigned i = 0; i < t.conns; i++) {
		struct oconn *c = t.conn[i];
		const block *b = t.block[i];
		const TCP_OFFLOAD_STATE_DELEGATED *d = (const void *)(b + 1);
		if (b->NetBufferListChain)
			offload_sends_up(o, c, b->NetBufferListChain);
		conn_uploaded(&c->base);
		NDIS_STATUS status = b->Status;
		NET_BUFFER_LIST *lost = NULL;
		KeAcquireSpinLock(&o->lock, &old);
		for (NET_BUFFER_LIST *nbl = status == NDIS_STATUS_SUCCESS ? d->BufferedData : NULL, *next; nbl; nbl = next) {
			const uint32_t bytes = NET_BUFFER_DATA_LENGTH(nbl->FirstNetBuffer);
			next = nbl->Next;
			nbl->Next = NULL;
			offload_cookie_room(o);
			/* EV_INDICATED: ahead of EV_UPLOADED, so in order */
			if (!lost && bytes && offload_lend(o, c, nbl, bytes, true) != NO_COOKIE)
				continue;
			status = bytes ? NDIS_STATUS_FAILURE : status; /* the peer was told that we have it: the stream can't go on */
			nbl->Next = lost;
			lost = nbl;
		}
		take_state(o, c, d);
		const struct conn_cell e = {.what = EV_UPLOADED, .slot = c->slot, .generation = c->generation, .status = (uint32_t)status};
		offload_event(o, &e);
		offload_forget(o, c);
		KeReleaseSpinLock(&o->lock, old);
		stack_free(c);
		if (lost)
			NdisOffloadTcpReceiveReturn(o->b->ndis, lost);
	}
	KeAcquireSpinLock(&o->lock, &old);
	o->terminating = false;
	sweep(o);
	KeReleaseSpinLock(&o->lock, old);
	tree_end(&t);
	conn_machine_kick(&o->port);
	offload_wake(o);
}
