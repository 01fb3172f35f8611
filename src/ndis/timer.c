/*
 * Timers: timer objects (NdisAllocateTimerObject) and the older NDIS_TIMER and NDIS_MINIPORT_TIMER that drivers keep in their own memory.
 * All are a KTIMER with a KDPC; a timer function is called at DISPATCH_LEVEL with the shape of a DPC routine.
 *
 * learn.microsoft.com/windows-hardware/drivers/network/ndis-timer-services, .../initializing-timers-in-ndis-6-0-drivers
 */
#include "ndis/io.h"

struct timer_object {
	struct io_object obj;
	KTIMER timer;
	KDPC dpc;
	PNDIS_TIMER_FUNCTION function;
	PVOID default_context, context;
	bool periodic;
};

static void NTAPI fired(KDPC *dpc, PVOID context, PVOID a1, PVOID a2)
{
	struct timer_object *t = context;
	if (t->obj.magic != IO_MAGIC)
		return;
	nt_callback_begin("NetTimerCallback", ndis_limits.dispatch);
	t->function(dpc, t->context, a1, a2);
	nt_callback_end();
}

static void timer_stop(struct timer_object *t)
{
	KeCancelTimer(&t->timer);
	KeRemoveQueueDpc(&t->dpc);
	if (nt_irql() == PASSIVE_LEVEL)
		KeFlushQueuedDpcs();
}

static void timer_drop(struct io_object *o)
{
	struct timer_object *t = base_container_of(o, struct timer_object, obj);
	timer_stop(t);
	io_object_remove(o);
	nt_pool_free(t);
}

NDIS_STATUS NTAPI NdisAllocateTimerObject(NDIS_HANDLE NdisHandle, PNDIS_TIMER_CHARACTERISTICS TimerCharacteristics,
                                          PNDIS_HANDLE pTimerObject)
{
	const NDIS_OBJECT_HEADER *h = &TimerCharacteristics->Header;
	*pTimerObject = NULL;
	if (h->Type != NDIS_OBJECT_TYPE_TIMER_CHARACTERISTICS || h->Revision < 1 ||
	    h->Size < NDIS_SIZEOF_TIMER_CHARACTERISTICS_REVISION_1 || !TimerCharacteristics->TimerFunction) {
		ndis_finding(io_adapter_of_any(NdisHandle), "timer",
		             "NdisAllocateTimerObject: Header has Type 0x%02x Revision %u Size %u, TimerFunction is %p", h->Type,
		             h->Revision, h->Size, (void *)TimerCharacteristics->TimerFunction);
		return NDIS_STATUS_BAD_CHARACTERISTICS;
	}
	struct timer_object *t = nt_pool_alloc(sizeof(*t), TimerCharacteristics->AllocationTag);
	if (!t)
		return NDIS_STATUS_RESOURCES;
	t->function = TimerCharacteristics->TimerFunction;
	t->context = t->default_context = TimerCharacteristics->FunctionContext;
	KeInitializeTimerEx(&t->timer, NotificationTimer);
	KeInitializeDpc(&t->dpc, fired, t);
	io_object_add(&t->obj, NDIS_OBJ_TIMER, NdisHandle, timer_drop);
	*pTimerObject = t;
	return NDIS_STATUS_SUCCESS;
}

BOOLEAN NTAPI NdisSetCoalescableTimerObject(NDIS_HANDLE TimerObject, LARGE_INTEGER DueTime, LONG MillisecondsPeriod, PVOID FunctionContext,
                                            ULONG Tolerance)
{
	struct timer_object *t = io_object_of(TimerObject, NDIS_OBJ_TIMER, "NdisSetTimerObject");
	if (!t)
		return FALSE;
	t->context = FunctionContext ? FunctionContext : t->default_context;
	t->periodic = MillisecondsPeriod != 0;
	return KeSetCoalescableTimer(&t->timer, DueTime, (ULONG)MillisecondsPeriod, Tolerance, &t->dpc);
}

BOOLEAN NTAPI NdisSetTimerObject(NDIS_HANDLE TimerObject, LARGE_INTEGER DueTime, LONG MillisecondsPeriod, PVOID FunctionContext)
{
	return NdisSetCoalescableTimerObject(TimerObject, DueTime, MillisecondsPeriod, FunctionContext, 0);
}

BOOLEAN NTAPI NdisCancelTimerObject(NDIS_HANDLE TimerObject)
{
	struct timer_object *t = io_object_of(TimerObject, NDIS_OBJ_TIMER, "NdisCancelTimerObject");
	if (!t)
		return FALSE;
	if (t->periodic && nt_irql() != PASSIVE_LEVEL)
		ndis_finding(t->obj.adapter, "irql",
		             "NdisCancelTimerObject: a periodic timer is cancelled at IRQL %u, PASSIVE_LEVEL is wanted", nt_irql());
	const BOOLEAN was = KeCancelTimer(&t->timer);
	if (t->periodic && nt_irql() == PASSIVE_LEVEL)
		KeFlushQueuedDpcs();
	return was;
}

void NTAPI NdisFreeTimerObject(NDIS_HANDLE TimerObject)
{
	struct timer_object *t = io_object_of(TimerObject, NDIS_OBJ_TIMER, "NdisFreeTimerObject");
	if (!t)
		return;
	if (KeCancelTimer(&t->timer))
		ndis_finding(t->obj.adapter, "timer", "NdisFreeTimerObject: the timer is still queued");
	timer_drop(&t->obj);
}

/* ---- timers in the driver's memory. Nothing of ours is in them, so only the executive knows of one that is left running. */
void NTAPI NdisInitializeTimer(PNDIS_TIMER Timer, PNDIS_TIMER_FUNCTION TimerFunction, PVOID FunctionContext)
{
	KeInitializeTimer(&Timer->Timer);
	KeInitializeDpc(&Timer->Dpc, (PKDEFERRED_ROUTINE)TimerFunction, FunctionContext);
}

void NTAPI NdisMInitializeTimer(PNDIS_MINIPORT_TIMER Timer, NDIS_HANDLE MiniportAdapterHandle, PNDIS_TIMER_FUNCTION TimerFunction,
                                PVOID FunctionContext)
{
	KeInitializeTimer(&Timer->Timer);
	KeInitializeDpc(&Timer->Dpc, (PKDEFERRED_ROUTINE)TimerFunction, FunctionContext);
	Timer->MiniportTimerFunction = TimerFunction;
	Timer->MiniportTimerContext = FunctionContext;
	Timer->Miniport = MiniportAdapterHandle;
}

static LARGE_INTEGER in_ms(UINT ms)
{
	return (LARGE_INTEGER){.QuadPart = -(LONGLONG)ms * 10000};
}

void NTAPI NdisSetTimer(PNDIS_TIMER Timer, UINT MillisecondsToDelay)
{
	KeSetTimer(&Timer->Timer, in_ms(MillisecondsToDelay), &Timer->Dpc);
}

void NTAPI NdisSetTimerEx(PNDIS_TIMER NdisTimer, UINT MillisecondsToDelay, PVOID FunctionContext)
{
	NdisTimer->Dpc.DeferredContext = FunctionContext;
	KeSetTimer(&NdisTimer->Timer, in_ms(MillisecondsToDelay), &NdisTimer->Dpc);
}

void NTAPI NdisSetPeriodicTimer(PNDIS_TIMER NdisTimer, UINT MillisecondsPeriod)
{
	KeSetTimerEx(&NdisTimer->Timer, in_ms(MillisecondsPeriod), (LONG)MillisecondsPeriod, &NdisTimer->Dpc);
}

void NTAPI NdisMSetPeriodicTimer(PNDIS_MINIPORT_TIMER Timer, UINT MillisecondPeriod)
{
	KeSetTimerEx(&Timer->Timer, in_ms(MillisecondPeriod), (LONG)MillisecondPeriod, &Timer->Dpc);
}

void NTAPI NdisCancelTimer(PNDIS_TIMER Timer, PBOOLEAN TimerCancelled)
{
	*TimerCancelled = KeCancelTimer(&Timer->Timer);
}

void NTAPI NdisMCancelTimer(PNDIS_MINIPORT_TIMER Timer, PBOOLEAN TimerCancelled)
{
	*TimerCancelled = KeCancelTimer(&Timer->Timer);
}
