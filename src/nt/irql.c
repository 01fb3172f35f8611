/*
 * IRQL and the dispatch tokens.
 *
 * Each simulated processor has one token. A thread that raises to DISPATCH_LEVEL or above takes a free processor's token (its last one if
 * free; within its affinity if it has one) and keeps it until it lowers below DISPATCH_LEVEL; so DPCs, timers and spin-lock holders of one
 * processor exclude each other, while code below DISPATCH_LEVEL runs beside them as if on another processor. Taking a free token is one
 * compare-and-swap; when all are taken the thread waits in line under nt_lock and a releaser hands its token over.
 *
 * Lowering below DISPATCH_LEVEL first runs the DPCs queued to the processor at that moment. What they queue in turn is left to the
 * processor's DPC thread, so that a DPC that requeues itself for ever does not hold up the thread that lowers.
 *
 * An interrupt's thread needs no free processor: when all are taken its ISR runs beside the holder, on the processor it is aimed at,
 * without its token (interrupt.c). On Windows it would run in the middle of the holder; drivers must bear both.
 */
#include "nt/core.h"
#include <string.h>

_Static_assert(offsetof(struct nt_gs, pcr.Irql) == 0x50 && offsetof(struct nt_gs, legacy_number) == 0x184 &&
                       offsetof(struct nt_gs, current_thread) == 0x188 && offsetof(struct nt_gs, number) == 0x1a4 &&
                       offsetof(struct nt_gs, image) == IMAGE_THREAD_GS,
               "drivers read these inline");

static struct list waiters = {&waiters, &waiters}; /* nt_lock */
static _Atomic unsigned waiting;

const char *nt_irql_name(KIRQL irql)
{
	static const char *const name[16] = {"PASSIVE_LEVEL", "APC_LEVEL",   "DISPATCH_LEVEL", "DIRQL 3",   "DIRQL 4",  "DIRQL 5",
	                                     "DIRQL 6",       "DIRQL 7",     "DIRQL 8",        "DIRQL 9",   "DIRQL 10", "DIRQL 11",
	                                     "SYNCH_LEVEL",   "CLOCK_LEVEL", "IPI_LEVEL",      "HIGH_LEVEL"};
	return irql < 16 ? name[irql] : "no IRQL";
}

KIRQL nt_irql(void)
{
	const struct nt_thread *t = nt_self();
	return t ? t->gs->pcr.Irql : PASSIVE_LEVEL;
}

void nt_cpu_set(struct nt_thread *t, unsigned cpu)
{
	t->cpu = cpu;
	t->gs->legacy_number = (uint8_t)cpu;
	t->gs->number = cpu;
}

bool nt_token_try(struct nt_thread *t, unsigned cpu)
{
	struct nt_thread *none = NULL;

	if (!atomic_compare_exchange_strong(&nt_cpus[cpu].owner, &none, t))
		return false;
	atomic_fetch_add_explicit(&nt_cpus[cpu].taken, 1, memory_order_relaxed);
	t->has_token = true;
	if (t->cpu != cpu)
		nt_cpu_set(t, cpu);
	return true;
}

static bool try_any(struct nt_thread *t, KAFFINITY mask)
{
	if (mask >> t->cpu & 1 && nt_token_try(t, t->cpu))
		return true;
	for (unsigned i = 0; i < nt_cpus_active; i++)
		if (mask >> i & 1 && i != t->cpu && nt_token_try(t, i))
			return true;
	return false;
}

static void acquire(struct nt_thread *t)
{
	KAFFINITY mask = t->affinity ? t->affinity : ~(KAFFINITY)0;

	if (t->has_token || try_any(t, mask))
		return;
	nt_lock();
	t->token_mask = mask;
	t->token_granted = false;
	list_add(&waiters, &t->token_link);
	atomic_fetch_add(&waiting, 1); /* before the second look: a releaser that misses this sees us there */
	if (try_any(t, mask)) {
		list_del(&t->token_link);
		atomic_fetch_sub(&waiting, 1);
	} else {
		nt_clock_poke();
		t->no_kill++;
		while (!t->token_granted)
			nt_block(NT_FOREVER, "a processor");
		t->no_kill--;
	}
	nt_unlock();
}

void nt_token_release(struct nt_thread *t)
{
	struct nt_cpu *c = &nt_cpus[t->cpu];

	t->has_token = false;
	atomic_store(&c->owner, NULL);
	if (atomic_load(&waiting)) {
		nt_lock();
		list_each(l, &waiters)
		{
			struct nt_thread *w = base_container_of(l, struct nt_thread, token_link);
			if (!(w->token_mask >> c->number & 1))
				continue;
			if (nt_token_try(w, c->number)) {
				list_del(&w->token_link);
				atomic_fetch_sub(&waiting, 1);
				w->token_granted = true;
				nt_wake(w);
			}
			break;
		}
		nt_unlock();
	}
	if ((atomic_load(&c->queued) || atomic_load(&c->threaded_queued)) && !atomic_load(&c->owner))
		nt_dpc_kick(c);
}

KIRQL nt_raise(KIRQL to)
{
	struct nt_thread *t = nt_self_checked("KeRaiseIrql");
	KIRQL old = t->gs->pcr.Irql;

	if (to <= old)
		return old;
	if (old < DISPATCH_LEVEL && to >= DISPATCH_LEVEL) {
		nt_sched_point();
		acquire(t);
	}
	t->gs->pcr.Irql = to;
	return old;
}

void nt_lower(KIRQL to)
{
	struct nt_thread *t = nt_self_checked("KeLowerIrql");
	KIRQL old = t->gs->pcr.Irql;

	if (to > old) {
		nt_finding("IRQL", "a lock is released to %s at %s: the IRQL to go back to is not the one it was acquired at",
		           nt_irql_name(to), nt_irql_name(old));
		return;
	}
	if (old >= DISPATCH_LEVEL && to < DISPATCH_LEVEL && t->held_count)
		nt_finding("spin lock", "lowers to %s while %s %p is held", nt_irql_name(to), t->held[t->held_count - 1].kind,
		           t->held[t->held_count - 1].lock);
	if (old >= DISPATCH_LEVEL && to < DISPATCH_LEVEL && t->has_token && !t->in_dpc) {
		t->gs->pcr.Irql = DISPATCH_LEVEL;
		if (atomic_load_explicit(&nt_cpus[t->cpu].queued, memory_order_relaxed))
			nt_dpc_drain(t);
		nt_token_release(t);
		t->gs->pcr.Irql = to;
		if (t->affinity && !(t->affinity >> t->cpu & 1))
			nt_cpu_set(t, (unsigned)__builtin_ctzll(t->affinity));
		nt_sched_point();
		return;
	}
	t->gs->pcr.Irql = to;
}

/* ---- exports. KeRaiseIrql is a macro over KfRaiseIrql; newer headers use KzRaiseIrql, older binaries import the KeXxx names. */
static KIRQL raise_checked(KIRQL to, const char *name)
{
	KIRQL old = nt_irql();
	if (to > HIGH_LEVEL)
		nt_crash_driver("IRQL", "%s(%u): there is no such IRQL", name, to);
	if (to < old)
		nt_crash_driver("IRQL", "%s(%s) called at %s: it must not lower (IRQL_NOT_GREATER_OR_EQUAL)", name, nt_irql_name(to),
		                nt_irql_name(old));
	return nt_raise(to);
}

KIRQL NTAPI KfRaiseIrql(KIRQL NewIrql)
{
	return raise_checked(NewIrql, "KeRaiseIrql");
}

KIRQL NTAPI KzRaiseIrql(KIRQL NewIrql)
{
	return raise_checked(NewIrql, "KeRaiseIrql");
}

KIRQL NTAPI KeRaiseIrqlToDpcLevel(void)
{
	return raise_checked(DISPATCH_LEVEL, "KeRaiseIrqlToDpcLevel");
}

KIRQL NTAPI KeRaiseIrqlToSynchLevel(void)
{
	return raise_checked(12, "KeRaiseIrqlToSynchLevel");
}

void NTAPI KeLowerIrql(KIRQL to)
{
	const struct nt_thread *t = nt_self_checked("KeLowerIrql");
	KIRQL old = t->gs->pcr.Irql;
	if (to > old)
		nt_crash_driver("IRQL", "KeLowerIrql(%s) called at %s: it must not raise (IRQL_NOT_LESS_OR_EQUAL)", nt_irql_name(to),
		                nt_irql_name(old));
	if (to < DISPATCH_LEVEL && t->in_dpc && old >= DISPATCH_LEVEL)
		nt_finding("IRQL", "KeLowerIrql(%s) in a DPC: a DPC must stay at DISPATCH_LEVEL", nt_irql_name(to));
	nt_lower(to);
}

void NTAPI KzLowerIrql(KIRQL NewIrql)
{
	KeLowerIrql(NewIrql);
}

KIRQL NTAPI KeGetCurrentIrql(void)
{
	return nt_irql();
}
