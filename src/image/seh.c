/*
 * Structured exception handling: who handles an exception, and unwinding to it.
 *
 * The walk. Driver frames are stepped by .pdata. When the return address is not in a driver image, a function of ours called the driver;
 * who called that function is on the side stack, so the walk takes the next frame there and goes on. Two more kinds of side frames make
 * nested cases right: image_frame_exception (pushed while the handlers of an exception are searched, holds the context at the exception)
 * lets a second exception, raised inside a filter, go on through the frames of the first; image_frame_unwind (pushed while a __finally
 * runs, token = the dispatcher context) lets a second exception or unwind that leaves the __finally take over the first one's frame, at the
 * scope after the running one ("collided unwind").
 *
 * Phase 1 (image_dispatch) asks each frame's language handler; one that takes the exception calls RtlUnwindEx and does not come back. Phase
 * 2 (image_unwind_to) walks the same frames again, runs the termination handlers, and restores the context of the target frame. Both run on
 * the thread's own stack, below the frames they are about. Frames of our own C functions in between are dropped: an export that holds a
 * lock must not call the driver in a way that lets an exception pass, and host->unwound() tells the executive what to mend.
 */
#include "image/internal.h"

#define WALK_MAX 4096 /* frames; a damaged stack must not make us loop */

const struct image_export image_frame_exception = {.dll = "flue", .name = "(exception)", .max_irql = IMAGE_IRQL_ANY};
const struct image_export image_frame_cr8 = {.dll = "flue", .name = "mov cr8", .max_irql = IMAGE_IRQL_ANY};
const struct image_export image_frame_unwind = {.dll = "flue", .name = "(unwind)", .max_irql = IMAGE_IRQL_ANY};

#if defined(__SANITIZE_ADDRESS__)
#define FLUE_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define FLUE_ASAN 1
#endif
#endif
#ifdef FLUE_ASAN
void __asan_handle_no_return(void);
#else
#define __asan_handle_no_return() (void)0
#endif

void image_context_of_frame(const struct image_frame *f, struct win_context *c)
{
	memset(c, 0, sizeof(*c));
	c->flags = CONTEXT_AMD64_FULL;
	c->cs = 0x10;
	c->ss = c->ds = c->es = 0x18;
	c->fs = 0x53;
	c->gs = 0x2b;
	c->eflags = 0x202;
	__asm__("stmxcsr %0" : "=m"(c->mxcsr));
	c->reg[RBX] = f->rbx;
	c->reg[RBP] = f->rbp;
	c->reg[RDI] = f->rdi;
	c->reg[RSI] = f->rsi;
	c->reg[R12] = f->r12;
	c->reg[R13] = f->r13;
	c->reg[R14] = f->r14;
	c->reg[R15] = f->r15;
	c->reg[RCX] = f->args[0];
	c->reg[RDX] = f->args[1];
	c->reg[R8] = f->args[2];
	c->reg[R9] = f->args[3];
	c->reg[RSP] = f->rsp;
	c->rip = f->rip;
	memcpy(&c->xmm[6], f->xmm, sizeof(f->xmm));
}

struct image_frame *image_frame_push(const struct win_context *c, const struct image_export *kind, void *token)
{
	struct image_thread *t = image_current;
	if (t->top >= t->limit)
		return NULL;
	struct image_frame *f = t->top;
	f->rbx = c->reg[RBX];
	f->rbp = c->reg[RBP];
	f->rdi = c->reg[RDI];
	f->rsi = c->reg[RSI];
	f->r12 = c->reg[R12];
	f->r13 = c->reg[R13];
	f->r14 = c->reg[R14];
	f->r15 = c->reg[R15];
	f->rsp = c->reg[RSP];
	f->rip = c->rip;
	f->args[0] = c->reg[RCX];
	f->args[1] = c->reg[RDX];
	f->args[2] = c->reg[R8];
	f->args[3] = c->reg[R9];
	f->export = kind;
	f->token = (uint64_t)token;
	memcpy(f->xmm, &c->xmm[6], sizeof(f->xmm));
	t->top = f + 1;
	return f;
}

/* Goes on at the next side frame that lies further out than where the walk is and has a driver as its caller. */
static bool take_frame(struct image_walk *w, uint64_t beyond)
{
	w->collided = NULL;
	while (w->below > image_current->base) {
		struct image_frame *f = --w->below;
		if (f->rsp <= beyond)
			continue;
		beyond = f->rsp;
		if (f->export == &image_frame_unwind) {
			w->collided = (struct win_dispatcher *)f->token;
			w->c = *w->collided->context;
			w->c.rip = w->collided->control_pc;
		} else {
			image_context_of_frame(f, &w->c);
		}
		if (image_find(w->c.rip))
			return true;
		w->collided = NULL;
	}
	return false;
}

bool image_walk_start(struct image_walk *w)
{
	w->steps = 0;
	w->collided = NULL;
	if (!image_current)
		return false;
	w->below = image_current->top;
	return take_frame(w, 0);
}

bool image_walk_enter_driver(struct image_walk *w)
{
	if (image_find(w->c.rip))
		return true;
	return take_frame(w, w->c.reg[RSP] - 1);
}

/* One step of a walk: the function at w->c and what to call for it, then w->c moved to the caller. `own` gets the context before. */
struct step {
	struct win_context own;
	struct win_dispatcher d;
};

static int walk_step(struct image_walk *w, unsigned want, struct step *s)
{
	struct image *m;
	struct win_dispatcher *collided = w->collided;
	if (++w->steps > WALK_MAX)
		return -ELOOP;
	w->c.rip = image_original_ip(w->c.rip);
	s->own = w->c;
	memset(&s->d, 0, sizeof(s->d));
	s->d.control_pc = w->c.rip;
	s->d.function = image_function_at(w->c.rip, &m);
	s->d.image_base = (uint64_t)m->base;
	s->d.scope_index = collided ? collided->scope_index : 0;
	w->collided = NULL;
	int rc = image_unwind_step(m, s->d.function, &w->c, want, &s->d.handler, &s->d.handler_data, &s->d.establisher);
	if (rc)
		return rc;
	/* A frame outside the thread's stack or that goes downwards is a damaged stack. */
	const struct image_thread *t = image_current;
	if ((s->d.establisher & 7) || w->c.reg[RSP] <= s->own.reg[RSP] ||
	    (t->stack_high && (s->d.establisher < (uint64_t)t->stack_low || s->d.establisher >= (uint64_t)t->stack_high)))
		return -EFAULT;
	return 0;
}

bool image_dispatch(struct win_exception_record *r, struct win_context *c)
{
	struct image_walk w;
	struct step s;
	if (!image_walk_start(&w))
		return false;
	do {
		if (walk_step(&w, 1, &s))
			return false;
		if (!s.d.handler)
			continue;
		s.d.context = &w.c;
		int d = s.d.handler(r, (void *)s.d.establisher, c, &s.d);
		if (d == DISP_CONTINUE_EXECUTION) {
			if (!(r->flags & EXC_NONCONTINUABLE))
				return true;
			struct win_exception_record n = {.code = STATUS_NONCONTINUABLE_EXCEPTION,
			                                 .flags = EXC_NONCONTINUABLE,
			                                 .nested = r,
			                                 .address = (void *)c->rip};
			image_dispatch(&n, c);
			return false;
		}
		if (d != DISP_CONTINUE_SEARCH && d != DISP_NESTED)
			return false;
	} while (image_walk_enter_driver(&w));
	return false;
}

static void __attribute__((noreturn)) unwind_failed(const struct win_context *c, uint32_t status)
{
	struct image_fault f = {.kind = IMAGE_FAULT_STATUS, .ntstatus = status};
	image_fault_describe(&f, c);
	image_fatal(&f);
}

/* Drops the side frames of everything that lies below `rsp`, then runs on at `c`. */
void image_continue_at(const struct win_context *c)
{
	struct image_thread *t = image_current;
	while (t->top > t->base && t->top[-1].rsp <= c->reg[RSP])
		t->top--;
	if (host->unwound)
		host->unwound((void *)c->reg[RSP]);
	__asan_handle_no_return();
	image_restore(c);
}

void image_unwind_to(uint64_t target_frame, uint64_t target_ip, struct win_exception_record *r, uint64_t value, struct win_context *scratch)
{
	struct image_walk w;
	struct step s;
	struct win_exception_record local = {.code = STATUS_UNWIND};
	(void)scratch;
	if (!image_walk_start(&w)) {
		struct win_context none = {0};
		unwind_failed(&none, STATUS_INVALID_UNWIND_TARGET);
	}
	if (!r) {
		r = &local;
		r->address = (void *)w.c.rip;
	}
	r->flags |= EXC_UNWINDING | (target_frame ? 0 : EXC_EXIT_UNWIND);
	do {
		bool collided = w.collided != NULL;
		if (walk_step(&w, 2, &s))
			unwind_failed(&s.own, STATUS_BAD_STACK);
		if (target_frame && s.d.establisher > target_frame)
			unwind_failed(&s.own, STATUS_INVALID_UNWIND_TARGET);
		bool target = s.d.establisher == target_frame;
		if (s.d.handler) {
			if (target)
				r->flags |= EXC_TARGET_UNWIND;
			if (collided)
				r->flags |= EXC_COLLIDED_UNWIND;
			s.d.context = &s.own;
			s.d.target_ip = target_ip;
			s.own.reg[RAX] = value;
			struct image_frame *f = image_frame_push(&s.own, &image_frame_unwind, &s.d);
			if (!f)
				unwind_failed(&s.own, STATUS_STACK_OVERFLOW);
			int d = s.d.handler(r, (void *)s.d.establisher, &s.own, &s.d);
			image_current->top = f;
			r->flags &= ~(EXC_TARGET_UNWIND | EXC_COLLIDED_UNWIND);
			if (d != DISP_CONTINUE_SEARCH)
				unwind_failed(&s.own, STATUS_INVALID_DISPOSITION);
		}
		if (target) {
			s.own.reg[RAX] = value;
			s.own.rip = target_ip;
			if (!image_find(target_ip))
				unwind_failed(&s.own, STATUS_INVALID_UNWIND_TARGET);
			image_continue_at(&s.own);
		}
	} while (image_walk_enter_driver(&w));
	unwind_failed(&s.own, STATUS_INVALID_UNWIND_TARGET);
}

void image_raise(struct win_exception_record *r, struct win_context *c, struct image_fault *f)
{
	struct image_frame *frame = NULL;
	image_fault_describe(f, c);
	if (!host->may_dispatch || host->may_dispatch(f)) {
		frame = image_frame_push(c, &image_frame_exception, r);
		if (frame && image_dispatch(r, c)) {
			image_current->top = frame;
			image_continue_at(c);
		}
	}
	image_fatal(f);
}

unsigned image_backtrace_from(struct image_walk *w, struct image_where *out, unsigned max)
{
	unsigned n = 0;
	struct step s;
	do {
		if (n == max)
			break;
		image_where((void *)w->c.rip, &out[n++]);
		if (walk_step(w, 0, &s))
			break;
	} while (image_walk_enter_driver(w));
	return n;
}

unsigned image_backtrace(struct image_where *w, unsigned max)
{
	struct image_walk walk;
	return image_walk_start(&walk) ? image_backtrace_from(&walk, w, max) : 0;
}

/* Fills registers, place and stack from the context of the exception; the frames further out come from the side stack. */
void image_fault_describe(struct image_fault *f, const struct win_context *c)
{
	struct image_walk w = {.c = *c, .below = image_current ? image_current->top : NULL};
	memcpy(f->regs, c->reg, sizeof(c->reg));
	f->regs[16] = c->rip;
	if (!f->where.image)
		image_where((void *)c->rip, &f->where);
	f->depth = 0;
	if (image_current && (image_find(c->rip) || image_walk_enter_driver(&w)))
		f->depth = image_backtrace_from(&w, f->stack, ARRAY_LEN(f->stack));
	if (!f->where.image && f->depth)
		f->where = f->stack[0];
}

void image_describe_here(struct image_fault *f)
{
	struct image_walk w;
	if (!image_walk_start(&w))
		return;
	image_fault_describe(f, &w.c);
}

void image_fatal(struct image_fault *f)
{
	if (host && host->fatal)
		host->fatal(f);
	log_line(LOG_ERROR, "fatal exception %#x in %s+%#x and no executive to report it", f->ntstatus, f->where.module, f->where.rva);
	__builtin_trap();
}
