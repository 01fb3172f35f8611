/*
 * The end of a driver. Everything that ends it comes here: an exception no handler took (image), a bug check, a defect nt_crash_driver
 * names, a hang. The thread that found it fills one struct nt_crash, runs the driver's bug check callbacks (not after a hang or a defect of
 * ours), and hands the record to nt_config.fatal, which does not return. Any other thread that comes here meanwhile sleeps for ever. Locks
 * are not relied on: the holder may be the victim.
 *
 * A driver is never resumed after a crash: locks stay held, lists half linked. The process ends; the lab starts another.
 */
#include "nt/core.h"
#include "trace/trace.h"
#include <linux/futex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CALLBACK_TIME 2 /* seconds that bug check callbacks get */
static struct nt_crash crash;
static struct {
	_Atomic(struct nt_thread *) by;
	_Atomic bool begun, delivered;
	_Atomic uint64_t since;
} state;
static atomic_flag log_lock = ATOMIC_FLAG_INIT;
static char log_ring[24][160];
static unsigned log_next;
static void (*on_fatal)(const struct nt_crash *crash);

bool nt_crashed(void)
{
	return atomic_load(&state.begun);
}

void nt_crash_log(const char *source, const char *text)
{
	while (atomic_flag_test_and_set_explicit(&log_lock, memory_order_acquire))
		;
	snprintf(log_ring[log_next++ % ARRAY_LEN(log_ring)], sizeof log_ring[0], "%s: %s", source, text);
	atomic_flag_clear_explicit(&log_lock, memory_order_release);
}

/* ---- the last calls of all threads, oldest first */
static void format_call(char *out, size_t max, const struct nt_call *c)
{
	struct image_where w;
	image_where((const void *)c->rip, &w);
	if (w.module[0])
		snprintf(out, max, "%s(0x%llx, 0x%llx, ...) from %s+0x%x", c->x ? c->x->name : "?", (unsigned long long)c->args[0],
		         (unsigned long long)c->args[1], w.module, w.rva);
	else
		snprintf(out, max, "%s(0x%llx, 0x%llx, ...) from an unloaded driver", c->x ? c->x->name : "?",
		         (unsigned long long)c->args[0], (unsigned long long)c->args[1]);
}

static void collect_calls(void)
{
	const struct nt_call *newest[ARRAY_LEN(crash.last_calls)];
	unsigned n = 0, steps = 0;
	uint64_t below = UINT64_MAX;

	while (n < ARRAY_LEN(newest)) {
		const struct nt_call *best = NULL;
		list_each(l, nt_threads())
		{
			const struct nt_thread *t = base_container_of(l, struct nt_thread, link);
			for (unsigned i = 0; i < NT_CALLS; i++)
				if (t->calls[i].tsc && t->calls[i].tsc < below && (!best || t->calls[i].tsc > best->tsc))
					best = &t->calls[i];
			if (++steps > 100000) /* the list is broken */
				return;
		}
		if (!best)
			break;
		below = best->tsc;
		newest[n++] = best;
	}
	for (unsigned i = 0; i < n; i++)
		format_call(crash.last_calls[i], sizeof crash.last_calls[0], newest[n - 1 - i]);
}

static void collect_log(void)
{
	memset(crash.log_tail, 0, sizeof crash.log_tail);
	for (unsigned i = 0, out = 0; i < ARRAY_LEN(log_ring); i++) {
		const char *line = log_ring[(log_next + i) % ARRAY_LEN(log_ring)];
		if (line[0])
			memcpy(crash.log_tail[out++], line, sizeof crash.log_tail[0]);
	}
}

/* ---- filling in */
static bool begin(void)
{
	struct nt_thread *self = nt_self(), *none = NULL;

	if (!atomic_exchange(&state.begun, true)) {
		atomic_store(&state.by, self);
		atomic_store(&state.since, clock_mono_ns());
		memset(&crash, 0, sizeof crash);
		return true;
	}
	if (atomic_compare_exchange_strong(&state.by, &none, self) || none == self)
		return false; /* crashed again while crashing: deliver what there is */
	static _Atomic uint32_t never;
	for (;;)
		nt_futex(&never, FUTEX_WAIT_BITSET, 0, NULL);
}

static void about_here(void)
{
	const struct nt_thread *t = nt_self();

	snprintf(crash.callback, sizeof crash.callback, "%s", nt_callback_name());
	if (t) {
		crash.irql = t->gs->pcr.Irql;
		crash.cpu = (uint8_t)t->cpu;
		snprintf(crash.thread, sizeof crash.thread, "%s", t->name);
	}
}

static const char *module(void)
{
	if (crash.fault.where.module[0])
		return crash.fault.where.module;
	for (unsigned i = 0; i < crash.fault.depth; i++)
		if (crash.fault.stack[i].module[0])
			return crash.fault.stack[i].module;
	return "flue-machine";
}

/* "toe.sys: WHAT at toe.sys+0x1234 (name), DISPATCH_LEVEL, in MiniportInterruptDPC" */
static void compose(const char *what)
{
	const struct image_where *w = &crash.fault.where;
	char at[240] = "", in[100] = "";

	if (w->module[0])
		snprintf(at, sizeof at, " at %s+0x%x%s%s%s", w->module, w->rva, w->symbol[0] ? " (" : "", w->symbol,
		         w->symbol[0] ? ")" : "");
	if (crash.callback[0])
		snprintf(in, sizeof in, ", in %s", crash.callback);
	snprintf(crash.line, sizeof crash.line, "%s: %s%s, %s%s", module(), what, at, nt_irql_name(crash.irql), in);
}

static void print(const struct nt_crash *c)
{
	fprintf(stderr, "%s\n  class: %s   thread: %s   processor %u\n", c->line, c->klass, c->thread, c->cpu);
	for (unsigned i = 0; i < c->fault.depth; i++)
		fprintf(stderr, "  #%-2u %s+0x%x %s\n", i, c->fault.stack[i].module, c->fault.stack[i].rva, c->fault.stack[i].symbol);
	for (unsigned i = 0; i < ARRAY_LEN(c->last_calls) && c->last_calls[i][0]; i++)
		fprintf(stderr, "  call: %s\n", c->last_calls[i]);
	for (unsigned i = 0; i < ARRAY_LEN(c->log_tail) && c->log_tail[i][0]; i++)
		fprintf(stderr, "  log: %s\n", c->log_tail[i]);
}

static void __attribute__((noreturn)) deliver(void)
{
	if (!atomic_exchange(&state.delivered, true)) {
		if (on_fatal)
			on_fatal(&crash);
		print(&crash);
		abort();
	}
	static _Atomic uint32_t never;
	for (;;)
		nt_futex(&never, FUTEX_WAIT_BITSET, 0, NULL);
}

/* The clock thread looks: callbacks that hang must not keep the report back. */
void nt_crash_watch(void)
{
	if (atomic_load(&state.begun) && clock_mono_ns() - atomic_load(&state.since) > CALLBACK_TIME * 1000000000ull &&
	    !atomic_load(&state.delivered))
		deliver();
}

static void __attribute__((noreturn)) end(const char *what, bool callbacks)
{
	compose(what);
	collect_calls();
	collect_log();
	trace_textf(TRACE_FINDING, 0xff, crash.klass, "%s", crash.line);
	if (callbacks) {
		nt_clock_poke();
		nt_bugcheck_callbacks(crash.bugcheck ? crash.bugcheck : KMODE_EXCEPTION_NOT_HANDLED);
		collect_log(); /* with what they said */
	}
	deliver();
}

/* ---- the ways in */
static const char *fast_fail(uint64_t code)
{
	static const char *const name[] = {
	        [0] = "legacy /GS violation",      [1] = "virtual guard check",    [2] = "stack cookie",
	        [3] = "corrupt list entry",        [4] = "incorrect stack",        [5] = "invalid argument",
	        [6] = "/GS cookie initialization", [7] = "fatal application exit", [8] = "range check",
	        [9] = "unsafe registry access",    [10] = "control flow guard",    [14] = "invalid reference count",
	        [18] = "invalid jump buffer",
	};
	return code < ARRAY_LEN(name) && name[code] ? name[code] : NULL;
}

void nt_crash_fault(const struct image_fault *f)
{
	char what[192];

	if (!begin())
		deliver();
	crash.fault = *f;
	about_here();
	snprintf(crash.klass, sizeof crash.klass, "exception 0x%08x", f->ntstatus);
	snprintf(what, sizeof what, "exception 0x%08x that nobody handles", f->ntstatus);
	switch (f->kind) {
	case IMAGE_FAULT_ACCESS:
		snprintf(crash.klass, sizeof crash.klass, "access violation");
		snprintf(what, sizeof what, "access violation %s 0x%llx",
		         f->execute ? "executing"
		         : f->write ? "writing"
		                    : "reading",
		         (unsigned long long)f->address);
		if (crash.irql >= DISPATCH_LEVEL) {
			crash.bugcheck = DRIVER_IRQL_NOT_LESS_OR_EQUAL;
			crash.parameters[0] = f->address;
			crash.parameters[1] = crash.irql;
			crash.parameters[2] = f->execute ? 8 : f->write;
			crash.parameters[3] = f->regs[16];
		}
		break;
	case IMAGE_FAULT_PRIVILEGED:
		snprintf(crash.klass, sizeof crash.klass, "privileged instruction");
		if (!strcmp(f->instruction, "rdmsr") || !strcmp(f->instruction, "wrmsr"))
			snprintf(what, sizeof what, "%.5s of model-specific register 0x%x (%.32s), which Flue does not let a driver %s",
			         f->instruction, (unsigned)f->regs[1], nt_msr_name((uint32_t)f->regs[1]),
			         *f->instruction == 'r' ? "read" : "write");
		else
			snprintf(what, sizeof what, "instruction \"%s\", which Flue does not emulate", f->instruction);
		break;
	case IMAGE_FAULT_ILLEGAL:
		snprintf(crash.klass, sizeof crash.klass, "illegal instruction");
		snprintf(what, sizeof what, "illegal instruction %s", f->instruction);
		break;
	case IMAGE_FAULT_DIVIDE:
		snprintf(crash.klass, sizeof crash.klass, "division by zero");
		snprintf(what, sizeof what, "division by zero");
		break;
	case IMAGE_FAULT_OVERFLOW:
		snprintf(crash.klass, sizeof crash.klass, "arithmetic overflow");
		snprintf(what, sizeof what, "arithmetic overflow (0x%08x)", f->ntstatus);
		break;
	case IMAGE_FAULT_BREAKPOINT:
		snprintf(crash.klass, sizeof crash.klass, "breakpoint");
		snprintf(what, sizeof what, "breakpoint (int 3): a failed assertion, or DbgBreakPoint");
		break;
	case IMAGE_FAULT_FASTFAIL:
		snprintf(crash.klass, sizeof crash.klass, "fast fail %llu%s%s%s", (unsigned long long)f->address,
		         fast_fail(f->address) ? " (" : "", fast_fail(f->address) ? fast_fail(f->address) : "",
		         fast_fail(f->address) ? ")" : "");
		snprintf(what, sizeof what, "%s", crash.klass);
		crash.bugcheck = KERNEL_SECURITY_CHECK_FAILURE;
		crash.parameters[0] = f->address;
		break;
	case IMAGE_FAULT_SYSCALL:
		snprintf(crash.klass, sizeof crash.klass, "syscall");
		snprintf(what, sizeof what, "executed a system call instruction, which kernel code has no use for");
		break;
	case IMAGE_FAULT_STACK:
		snprintf(crash.klass, sizeof crash.klass, "stack overflow");
		snprintf(what, sizeof what, "stack overflow");
		break;
	case IMAGE_FAULT_STATUS:
		break;
	case IMAGE_FAULT_HOST:
		snprintf(crash.klass, sizeof crash.klass, "internal error");
		snprintf(what, sizeof what,
		         "a defect of Flue, or memory the driver broke: our own code faulted at 0x%llx touching 0x%llx; the driver's call "
		         "that led there is",
		         (unsigned long long)f->regs[16], (unsigned long long)f->address);
		end(what, false);
	}
	end(what, true);
}

void nt_crash_driver(const char *klass, const char *fmt, ...)
{
	char what[240];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(what, sizeof what, fmt, ap);
	va_end(ap);
	if (!begin())
		deliver();
	snprintf(crash.klass, sizeof crash.klass, "%s", klass);
	crash.fault.kind = IMAGE_FAULT_STATUS;
	image_describe_here(&crash.fault);
	about_here();
	end(what, strcmp(klass, "hang") != 0);
}

static const char *bugcheck_name(uint32_t code)
{
	static const struct {
		uint32_t code;
		const char *name;
	} names[] = {
#include "nt/bugcheck_names.inc"
	};
	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (names[i].code == code)
			return names[i].name;
	return "a code of the driver's own";
}

void nt_bugcheck(uint32_t code, uint64_t p1, uint64_t p2, uint64_t p3, uint64_t p4)
{
	char what[240];

	if (!begin())
		deliver();
	crash.bugcheck = code;
	crash.parameters[0] = p1;
	crash.parameters[1] = p2;
	crash.parameters[2] = p3;
	crash.parameters[3] = p4;
	snprintf(crash.klass, sizeof crash.klass, "bugcheck 0x%08X", code);
	crash.fault.kind = IMAGE_FAULT_STATUS;
	image_describe_here(&crash.fault);
	about_here();
	snprintf(what, sizeof what, "bug check 0x%08X %s (0x%llx, 0x%llx, 0x%llx, 0x%llx)", code, bugcheck_name(code),
	         (unsigned long long)p1, (unsigned long long)p2, (unsigned long long)p3, (unsigned long long)p4);
	end(what, true);
}

void nt_crash_hang(const char *text, void *ucontext)
{
	char what[300];

	if (!begin())
		deliver();
	snprintf(crash.klass, sizeof crash.klass, "hang");
	crash.fault.kind = IMAGE_FAULT_STATUS;
	image_describe_context(&crash.fault, ucontext);
	if (!crash.fault.where.module[0] && crash.fault.depth) /* it sleeps in code of ours: the driver's call that led there says more */
		crash.fault.where = crash.fault.stack[0];
	about_here();
	const struct nt_thread *t = nt_self();
	const char *why = t ? atomic_load(&t->why) : NULL;
	snprintf(what, sizeof what, "%s%s%s%s", crash.callback[0] ? crash.callback : "a thread ", crash.callback[0] ? " " : "", text, "");
	if (why && !strstr(text, why)) {
		size_t n = strlen(what);
		snprintf(what + n, sizeof what - n, "; it waits for %s", why);
	}
	end(what, false);
}

void nt_crash_init(const struct nt_config *c)
{
	on_fatal = c->fatal;
	atomic_store(&state.begun, false);
	atomic_store(&state.delivered, false);
	atomic_store(&state.by, NULL);
	memset(log_ring, 0, sizeof log_ring);
	log_next = 0;
}
