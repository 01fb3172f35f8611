/*
 * Marks of being inside the driver: nt_callback_begin/end nest per thread. They name the callback in reports, arm the clock thread's limit,
 * and on return check that the driver came back at the IRQL it was called at and without a spin lock it took.
 */
#include "nt/core.h"
#include <string.h>

void nt_callback_begin(const char *name, unsigned limit_ms)
{
	struct nt_thread *t = nt_self_checked(name);
	unsigned depth = atomic_load_explicit(&t->callback_depth, memory_order_relaxed);

	if (depth < NT_CALLBACKS)
		t->callbacks[depth] = (struct nt_callback){.name = name,
		                                           .limit_ms = limit_ms,
		                                           .irql = t->gs->pcr.Irql,
		                                           .held = (uint8_t)t->held_count,
		                                           .deadline = limit_ms ? nt_time_100ns() + limit_ms * NT_MS : NT_FOREVER,
		                                           .sp = __builtin_frame_address(0)};
	atomic_store(&t->callback_depth, depth + 1); /* before the look whether the clock sleeps: it looks the other way round */
	if (!depth || limit_ms)
		nt_clock_poke();
}

void nt_callback_end(void)
{
	struct nt_thread *t = nt_self_checked("nt_callback_end");
	unsigned depth = atomic_load_explicit(&t->callback_depth, memory_order_relaxed);

	if (!depth)
		return;
	depth--;
	if (depth < NT_CALLBACKS) {
		const struct nt_callback *c = &t->callbacks[depth];
		KIRQL irql = t->gs->pcr.Irql;
		if (t->held_count > c->held) {
			nt_finding("spin lock", "%s returned with %s %p held", c->name, t->held[t->held_count - 1].kind,
			           t->held[t->held_count - 1].lock);
			t->held_count = c->held; /* whoever wants the lock next will hang, and say so */
		}
		if (irql != c->irql) {
			nt_finding("IRQL", "%s was called at %s and returned at %s", c->name, nt_irql_name(c->irql), nt_irql_name(irql));
			if (irql > c->irql)
				nt_lower(c->irql);
			else
				nt_raise(c->irql);
		}
	}
	atomic_store(&t->callback_depth, depth);
}

const char *nt_callback_name(void)
{
	const struct nt_thread *t = nt_self();
	unsigned depth = t ? atomic_load_explicit(&t->callback_depth, memory_order_relaxed) : 0;
	if (!depth)
		return "";
	return t->callbacks[(depth <= NT_CALLBACKS ? depth : NT_CALLBACKS) - 1].name;
}
