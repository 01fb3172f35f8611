/*
 * What the image loader asks of the executive (image_host): the crossing from driver into us and back, IRQL by cr8, device memory, and the
 * end.
 *
 * Every imported call passes nt_host_enter(): it is remembered for crash reports (a ring per thread, stamped by rdtsc, merged when needed),
 * its IRQL is checked against the export table, serial mode may switch threads, and calls of NDIS that are not quiet are traced. Cost
 * without trace: some 20 ns.
 */
#include "nt/core.h"
#include "trace/trace.h"
#include <stdio.h>
#include <string.h>

#define TOLD 256

/* One finding per call site and function is enough. */
static bool told(const void *x, uint64_t rip)
{
	static _Atomic uint64_t sites[TOLD];
	uint64_t key = rip ^ (uint64_t)x << 20;
	_Atomic uint64_t *s = &sites[(key ^ key >> 17) % TOLD];
	return atomic_exchange(s, key) == key;
}

static __attribute__((noinline, cold)) void wrong_irql(const struct image_export *x, const struct image_frame *f, KIRQL irql)
{
	char where[200];

	nt_where_text((const void *)f->rip, where, sizeof where);
	const char *bound = irql > x->max_irql ? "up to" : "from";
	const char *level = nt_irql_name(irql > x->max_irql ? x->max_irql : x->min_irql);
	if (nt_cfg.strict || nt_cfg.verify)
		nt_crash_driver("IRQL", "%s called at %s, allowed %s %s (IRQL_NOT_LESS_OR_EQUAL)", x->name, nt_irql_name(irql), bound,
		                level);
	if (!told(x, f->rip))
		nt_finding("IRQL", "%s calls %s at %s, allowed %s %s", where, x->name, nt_irql_name(irql), bound, level);
}

void nt_host_enter(const struct image_export *x, struct image_frame *f)
{
	struct nt_thread *t = nt_self();

	if (!t)
		t = nt_self_checked(x->name);
	KIRQL irql = t->gs->pcr.Irql;
	struct nt_call *c = &t->calls[t->call_next++ % NT_CALLS];
	*c = (struct nt_call){.tsc = __builtin_ia32_rdtsc(),
	                      .args = {f->args[0], f->args[1], f->args[2], f->args[3]},
	                      .rip = f->rip,
	                      .x = x,
	                      .irql = irql,
	                      .cpu = (uint8_t)t->cpu};
	f->token = 0;
	if (__builtin_expect((x->max_irql != IMAGE_IRQL_ANY && irql > x->max_irql) || irql < x->min_irql, 0))
		wrong_irql(x, f, irql);
	nt_sched_point();
	if (!x->quiet && trace_sink && x->dll && x->dll[0] == 'N') { /* NDIS.SYS: ntoskrnl.exe and HAL.dll start otherwise */
		struct {
			uint64_t args[4];
			uint32_t rva, pad;
		} p = {.args = {f->args[0], f->args[1], f->args[2], f->args[3]}};
		struct image_where w;
		image_where((const void *)f->rip, &w);
		p.rva = w.rva;
		uint32_t id = trace_next_call_id();
		f->token = id;
		trace_write(TRACE_CALL, 0xff, id, x->name, &p, sizeof p);
	}
}

uint64_t nt_host_leave(const struct image_export *x, struct image_frame *f, uint64_t rax)
{
	if (f->token)
		trace_write(TRACE_RETURN, 0xff, (uint32_t)f->token, x->name, &rax, sizeof rax);
	return rax;
}

void nt_trace_stamp(struct trace_head *h)
{
	const struct nt_thread *t = nt_self();

	h->time_ns = nt_serial() ? nt_time_100ns() * 100 : clock_mono_ns();
	if (t) {
		h->cpu = (uint8_t)t->cpu;
		h->irql = t->gs->pcr.Irql;
		h->thread = t->id;
	}
}

/* ---- cr8 */
static uint64_t get_cr8(void)
{
	return nt_irql();
}

static void set_cr8(uint64_t irql)
{
	KIRQL old = nt_irql();
	if (irql > HIGH_LEVEL)
		nt_crash_driver("IRQL", "writes 0x%llx to cr8: there is no such IRQL", (unsigned long long)irql);
	if (irql >= old)
		nt_raise((KIRQL)irql);
	else
		nt_lower((KIRQL)irql);
}

static void __attribute__((noreturn)) unimplemented(const char *dll, const char *name, const struct image_where *caller)
{
	nt_crash_driver("unimplemented import", "calls %s!%s, which Flue does not have yet (called from %s+0x%x)", dll, name,
	                caller->module, caller->rva);
}

/* A handler in the driver took an exception: callbacks begun above its frame are over. */
static void unwound(void *stack_pointer)
{
	struct nt_thread *t = nt_self();
	unsigned depth = t ? atomic_load(&t->callback_depth) : 0;

	while (depth && (depth > NT_CALLBACKS || (uintptr_t)t->callbacks[depth - 1].sp < (uintptr_t)stack_pointer))
		depth--;
	if (t)
		atomic_store(&t->callback_depth, depth);
}

/* On Windows an invalid address touched at DISPATCH_LEVEL or above is a bug check, no exception that __except could take. */
static int may_dispatch(const struct image_fault *fault)
{
	return fault->kind != IMAGE_FAULT_ACCESS || nt_irql() < DISPATCH_LEVEL;
}

static void *image_alloc(size_t bytes)
{
	return nt_pages_alloc(bytes);
}

void nt_host_init(void)
{
	static struct image_host host;

	host = (struct image_host){
	        .resolve = nt_export_find,
	        .alloc = image_alloc,
	        .free = nt_pages_free,
	        .enter = nt_host_enter,
	        .leave = nt_host_leave,
	        .unimplemented = unimplemented,
	        .mmio = nt_io_access,
	        .port = nt_io_port,
	        .get_cr8 = get_cr8,
	        .set_cr8 = set_cr8,
	        .msr = nt_msr,
	        .kuser_page = nt_kuser_page(),
	        .fatal = nt_crash_fault,
	        .unwound = unwound,
	        .may_dispatch = may_dispatch,
	};
	image_set_host(&host);
	if (trace_sink && !trace_sink->stamp)
		trace_sink->stamp = nt_trace_stamp;
}
