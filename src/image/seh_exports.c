/*
 * The exports of structured exception handling: what compilers call (__C_specific_handler, _local_unwind) and what drivers call
 * (ExRaiseStatus & co.). Their pages: learn.microsoft.com/windows/win32/devnotes/--c-specific-handler2,
 * windows/win32/api/winnt/nf-winnt-rtlunwindex, windows-hardware/drivers/ddi/wdm/nf-wdm-exraisestatus.
 *
 * The scope table behind __C_specific_handler: a count, then per guarded range {begin, end, handler, jump target} as RVAs. A jump target
 * means __except: handler is the filter (1 = always); none means __finally: handler is the termination handler. Inner ranges come before
 * outer ones.
 */
#include "image/internal.h"

struct scope {
	uint32_t begin, end, handler, jump;
};
typedef int ms_abi filter_fn(struct win_exception_pointers *p, void *frame);
typedef void ms_abi finally_fn(uint8_t abnormal, void *frame);

int ms_abi image_c_specific_handler(struct win_exception_record *r, void *frame, struct win_context *c, struct win_dispatcher *d);
void ms_abi image_local_unwind(void *frame, void *target);

/* Is `rva` in the guarded body that `s` is (part of)? One __try may have several entries. */
static bool same_body(const struct scope *t, uint32_t n, const struct scope *s, uint64_t rva)
{
	for (uint32_t i = 0; i < n; i++)
		if (rva >= t[i].begin && rva < t[i].end && t[i].handler == s->handler && t[i].jump == s->jump)
			return true;
	return false;
}

int ms_abi image_c_specific_handler(struct win_exception_record *r, void *frame, struct win_context *c, struct win_dispatcher *d)
{
	const struct image *m = image_find(d->image_base);
	uint32_t at = m ? (uint32_t)((uint64_t)d->handler_data - d->image_base) : 0;
	const uint32_t *head = m ? pe_at(&m->pe, at, 4) : NULL;
	uint32_t n = head ? *head : 0;
	const struct scope *t = n && n < 65536 ? pe_at(&m->pe, at + 4, (size_t)n * sizeof(*t)) : NULL;
	uint64_t pc = d->control_pc - d->image_base, target = d->target_ip - d->image_base;
	if (!t)
		return DISP_CONTINUE_SEARCH;
	for (uint32_t i = d->scope_index; i < n; i++) {
		const struct scope *s = &t[i];
		if (pc < s->begin || pc >= s->end)
			continue;
		if (!(r->flags & EXC_UNWIND_ANY)) {
			if (!s->jump)
				continue;
			struct win_exception_pointers p = {r, c};
			int v = s->handler == 1 ? 1 : ((filter_fn *)(uintptr_t)(d->image_base + s->handler))(&p, frame);
			if (v < 0)
				return DISP_CONTINUE_EXECUTION;
			if (v > 0)
				image_unwind_to((uint64_t)frame, d->image_base + s->jump, r, r->code, d->context);
			continue;
		}
		if (r->flags & EXC_TARGET_UNWIND) {
			/* Control stays inside this body, or goes to its own handler: neither it nor what is around it is left. */
			if (same_body(t, n, s, target) || (s->jump && target == s->jump))
				break;
		}
		if (!s->jump) {
			d->scope_index = i + 1; /* if the handler is left by another unwind, it is not run again */
			((finally_fn *)(uintptr_t)(d->image_base + s->handler))(1, frame);
		}
	}
	return DISP_CONTINUE_SEARCH;
}

void ms_abi image_local_unwind(void *frame, void *target)
{
	image_unwind_to((uint64_t)frame, (uint64_t)target, NULL, 0, NULL);
}

/* The driver's context at its call of the export that is running. */
static void caller_context(struct win_context *c)
{
	struct image_walk w;
	if (!image_walk_start(&w))
		memset(c, 0, sizeof(*c));
	else
		*c = w.c;
}

static void __attribute__((noreturn)) raise_record(struct win_exception_record *r)
{
	struct win_context c;
	caller_context(&c);
	struct image_fault f = {.kind = IMAGE_FAULT_STATUS, .ntstatus = r->code};
	r->address = (void *)c.rip;
	if (r->code == STATUS_ACCESS_VIOLATION && r->parameters >= 2) {
		f.write = r->information[0] == 1;
		f.address = r->information[1];
	}
	image_raise(r, &c, &f);
}

void image_raise_status(uint32_t status)
{
	struct win_exception_record r = {.code = status, .flags = EXC_NONCONTINUABLE};
	raise_record(&r);
}

static ms_abi void seh_ExRaiseStatus(uint32_t status)
{
	image_raise_status(status);
}

static ms_abi void seh_ExRaiseAccessViolation(void)
{
	image_raise_status(STATUS_ACCESS_VIOLATION);
}

static ms_abi void seh_ExRaiseDatatypeMisalignment(void)
{
	image_raise_status(STATUS_DATATYPE_MISALIGNMENT);
}

static ms_abi void seh_RtlRaiseException(struct win_exception_record *r)
{
	raise_record(r);
}

static ms_abi void seh_RtlUnwindEx(void *frame, void *target, struct win_exception_record *r, void *value, struct win_context *c,
                                   void *history)
{
	(void)history;
	image_unwind_to((uint64_t)frame, (uint64_t)target, r, (uint64_t)value, c);
}

static ms_abi void seh_RtlUnwind(void *frame, void *target, struct win_exception_record *r, void *value)
{
	image_unwind_to((uint64_t)frame, (uint64_t)target, r, (uint64_t)value, NULL);
}

static ms_abi const struct win_function *seh_RtlLookupFunctionEntry(uint64_t pc, uint64_t *base, void *history)
{
	struct image *m;
	(void)history;
	const struct win_function *f = image_function_at(image_original_ip(pc), &m);
	*base = m ? (uint64_t)m->base : 0;
	return f;
}

static ms_abi win_handler *seh_RtlVirtualUnwind(uint32_t want, uint64_t base, uint64_t pc, const struct win_function *f,
                                                struct win_context *c, void **data, uint64_t *frame, void *pointers)
{
	struct image *m = image_find(base);
	win_handler *h;
	(void)pointers;
	c->rip = image_original_ip(pc);
	if (!m || image_unwind_step(m, f, c, want, &h, data, frame)) {
		c->rip = 0; /* the documented end of a walk */
		return NULL;
	}
	/* A driver that walks on meets our code next: show it the driver frame behind it instead, or the end. */
	if (!image_find(c->rip)) {
		struct image_walk w = {.c = *c, .below = image_current->top};
		*c = w.c;
		if (image_walk_enter_driver(&w))
			*c = w.c;
		else
			c->rip = 0;
	}
	return h;
}

static ms_abi void *seh_RtlPcToFileHeader(void *pc, void **base)
{
	const struct image *m = image_find((uint64_t)pc);
	*base = m ? m->base : NULL;
	return *base;
}

static ms_abi void seh_RtlCaptureContext(struct win_context *c)
{
	struct {
		uint8_t b[512];
	} __attribute__((aligned(16))) fx;
	caller_context(c);
	__asm__("fxsave64 %0" : "=m"(fx));
	memcpy((uint8_t *)c + 256, &fx, 160); /* control words and x87; xmm6-15 are the caller's already */
}

static ms_abi void seh_RtlRestoreContext(struct win_context *c, struct win_exception_record *r)
{
	(void)r;
	image_continue_at(c);
}

static ms_abi uint16_t seh_RtlCaptureStackBackTrace(uint32_t skip, uint32_t max, void **out, uint32_t *hash)
{
	struct image_where w[64];
	unsigned n = image_backtrace(w, ARRAY_LEN(w)), k = 0;
	uint32_t sum = 0;
	for (unsigned i = skip; i < n && k < max; i++, k++) {
		out[k] = w[i].image->base + w[i].rva;
		sum += (uint32_t)(uint64_t)out[k];
	}
	if (hash)
		*hash = sum;
	return (uint16_t)k;
}

const struct image_export image_seh_exports[] = {
#define X(n, f, irql, raw, hush)                                                                                                           \
	{.dll = "ntoskrnl.exe", .name = n, .address = (void *)(uintptr_t)(f), .max_irql = irql, .data = raw, .quiet = hush},
#include "image/exports_seh.def"
#undef X
        {0}};
