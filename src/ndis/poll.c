/*
 * Poll objects (NDIS 6.85): the driver asks for a poll, NDIS calls its NdisPoll with limits until it makes no more progress, then tells it
 * to arm its interrupt.
 *
 *   IDLE --NdisRequestPoll--> QUEUED --DPC--> RUNNING --no progress--> IDLE, after NdisSetPollNotification(Enabled)
 *
 * A request that comes while polling runs (AGAIN) leads to one more iteration, so none is lost. One DPC per object, never two at once: what
 * runs in NdisPoll needs no lock of the driver's. After ITERATIONS the DPC is queued again instead of going on, so that others get the
 * processor.
 *
 * learn.microsoft.com/windows-hardware/drivers/network/ndis-poll-mode
 */
#include "ndis/io.h"
#include <string.h>

#define LIMIT      64 /* NBLs of each kind in one iteration */
#define ITERATIONS 8

enum { IDLE, QUEUED, RUNNING, AGAIN };
struct poll {
	struct io_object obj;
	KDPC dpc;
	_Atomic uint32_t state;
	bool closed;
	void *context;
	NDIS_POLL_CHARACTERISTICS chars;
};

static ULONG length(const NET_BUFFER_LIST *list)
{
	ULONG n = 0;
	for (; list; list = list->Next)
		n++;
	return n;
}

/* One call of NdisPoll and what it produced. True: it made progress. */
static bool iterate(struct poll *p)
{
	struct ndis_adapter *a = p->obj.adapter;
	NDIS_POLL_DATA d = {
	        .Header = {NDIS_OBJECT_TYPE_DEFAULT, 1, sizeof(d)},
	        .Transmit = {.MaxNblsToComplete = LIMIT},
	        .Receive = {.MaxNblsToIndicate = LIMIT},
	};
	nt_callback_begin("NdisPoll", ndis_limits.dispatch);
	p->chars.PollHandler(p->context, &d);
	nt_callback_end();
	if (d.Transmit.NumberOfCompletedNbls == NDIS_ANY_NUMBER_OF_NBLS)
		d.Transmit.NumberOfCompletedNbls = length(d.Transmit.CompletedNblChain);
	if (d.Receive.NumberOfIndicatedNbls == NDIS_ANY_NUMBER_OF_NBLS)
		d.Receive.NumberOfIndicatedNbls = length(d.Receive.IndicatedNblChain);
	if (d.Transmit.NumberOfCompletedNbls > LIMIT || d.Receive.NumberOfIndicatedNbls > LIMIT)
		ndis_finding(a, "poll", "NdisPoll: %u sends completed and %u receives indicated, at most %u of each were asked for",
		             d.Transmit.NumberOfCompletedNbls, d.Receive.NumberOfIndicatedNbls, LIMIT);
	if (d.Transmit.CompletedNblChain)
		NdisMSendNetBufferListsComplete(a, d.Transmit.CompletedNblChain,
		                                d.Transmit.SendCompleteFlags | NDIS_SEND_COMPLETE_FLAGS_DISPATCH_LEVEL);
	if (d.Receive.IndicatedNblChain)
		NdisMIndicateReceiveNetBufferLists(a, d.Receive.IndicatedNblChain, NDIS_DEFAULT_PORT_NUMBER,
		                                   d.Receive.NumberOfIndicatedNbls, d.Receive.Flags | NDIS_RECEIVE_FLAGS_DISPATCH_LEVEL);
	return d.Transmit.CompletedNblChain || d.Receive.IndicatedNblChain;
}

static void NTAPI routine(KDPC *dpc, PVOID context, PVOID a1, PVOID a2)
{
	struct poll *p = context;
	NDIS_POLL_NOTIFICATION n = {.Header = {NDIS_OBJECT_TYPE_DEFAULT, 1, sizeof(n)}, .Enabled = TRUE};
	(void)a1, (void)a2;
	for (unsigned i = 0; !p->closed; i++) {
		if (i == ITERATIONS) {
			p->state = QUEUED;
			KeInsertQueueDpc(dpc, NULL, NULL);
			return;
		}
		p->state = RUNNING;
		if (iterate(p))
			continue;
		uint32_t state = RUNNING;
		if (!atomic_compare_exchange_strong(&p->state, &state, IDLE))
			continue; /* asked for meanwhile */
		nt_callback_begin("NdisSetPollNotification", ndis_limits.dispatch);
		p->chars.SetPollNotificationHandler(p->context, &n);
		nt_callback_end();
		return;
	}
}

static void drop(struct io_object *o)
{
	struct poll *p = base_container_of(o, struct poll, obj);
	p->closed = true;
	KeRemoveQueueDpc(&p->dpc);
	if (nt_irql() == PASSIVE_LEVEL)
		KeFlushQueuedDpcs();
	io_object_remove(o);
	nt_pool_free(p);
}

NDIS_STATUS NTAPI NdisRegisterPoll(NDIS_HANDLE NdisHandle, void *Context, NDIS_POLL_CHARACTERISTICS const *Characteristics,
                                   NDIS_POLL_HANDLE *PollHandle)
{
	struct ndis_adapter *a = ndis_adapter_of_handle(NdisHandle, "NdisRegisterPoll");
	const NDIS_POLL_CHARACTERISTICS *c = Characteristics;
	*PollHandle = NULL;
	if (!a)
		return NDIS_STATUS_INVALID_PARAMETER;
	if (c->Header.Type != NDIS_OBJECT_TYPE_DEFAULT || c->Header.Revision < 1 ||
	    c->Header.Size < NDIS_SIZEOF_NDIS_POLL_CHARACTERISTICS_REVISION_1 || !c->PollHandler || !c->SetPollNotificationHandler) {
		ndis_finding(a, "poll", "NdisRegisterPoll: Header has Type 0x%02x Revision %u Size %u; both handlers must be given",
		             c->Header.Type, c->Header.Revision, c->Header.Size);
		return NDIS_STATUS_BAD_CHARACTERISTICS;
	}
	struct poll *p = nt_pool_alloc(sizeof(*p), IO_TAG('N', 'D', 'p', 'l'));
	if (!p)
		return NDIS_STATUS_RESOURCES;
	p->context = Context;
	memcpy(&p->chars, c, sizeof(p->chars));
	KeInitializeDpc(&p->dpc, routine, p);
	io_object_add(&p->obj, NDIS_OBJ_POLL, NdisHandle, drop);
	*PollHandle = (NDIS_POLL_HANDLE)p;
	return NDIS_STATUS_SUCCESS;
}

void NTAPI NdisDeregisterPoll(NDIS_POLL_HANDLE PollHandle)
{
	struct poll *p = io_object_of(PollHandle, NDIS_OBJ_POLL, "NdisDeregisterPoll");
	if (p)
		drop(&p->obj);
}

void NTAPI NdisRequestPoll(NDIS_POLL_HANDLE PollHandle, void *Reserved)
{
	struct poll *p = io_object_of(PollHandle, NDIS_OBJ_POLL, "NdisRequestPoll");
	(void)Reserved;
	if (!p || p->closed)
		return;
	for (;;) {
		uint32_t state = p->state;
		if (state == QUEUED || state == AGAIN)
			return;
		if (!atomic_compare_exchange_strong(&p->state, &state, state == IDLE ? QUEUED : AGAIN))
			continue;
		if (state == IDLE)
			KeInsertQueueDpc(&p->dpc, NULL, NULL);
		return;
	}
}

void NTAPI NdisSetPollAffinity(NDIS_POLL_HANDLE PollHandle, PROCESSOR_NUMBER const *PollAffinity)
{
	struct poll *p = io_object_of(PollHandle, NDIS_OBJ_POLL, "NdisSetPollAffinity");
	if (p && PollAffinity->Group == 0 && PollAffinity->Number < nt_cpu_count())
		KeSetTargetProcessorDpc(&p->dpc, (CCHAR)PollAffinity->Number);
}
