/*
 * What the files of this folder share. Nothing here is for other folders: they include image.h.
 *
 * Files: pe*.c read the format; load.c maps; bind.c binds imports; thunk.S is the crossing between the driver's world and ours; patch.c
 * rewrites privileged instructions at load time; fault.c takes signals; trap.c emulates (emulate*.c) or raises; unwind.c steps frames;
 * seh.c dispatches and unwinds; where.c names addresses.
 */
#pragma once
#include "image/image.h"
#include "image/pe.h"
#include <stdatomic.h>
#include <ucontext.h>

#define ms_abi __attribute__((ms_abi))

/* ---- the x64 ABI's own structures (facts/layouts.tsv) */
struct m128 {
	uint64_t low;
	int64_t high;
} __attribute__((aligned(16)));

#define CONTEXT_AMD64_FULL 0x0010000fu /* control, integer, segments, floating point */
struct win_context {
	uint64_t p_home[6];
	uint32_t flags, mxcsr;
	uint16_t cs, ds, es, fs, gs, ss;
	uint32_t eflags;
	uint64_t dr[6];
	/* In the order of the processor's register numbers, which the unwind codes use. */
	uint64_t reg[16];
	uint64_t rip;
	struct m128 fx_header[2], fx_legacy[8], xmm[16];
	uint8_t fx_reserved[96];
	struct m128 vector[26];
	uint64_t vector_control, debug_control, last[4];
} __attribute__((aligned(16)));
_Static_assert(sizeof(struct win_context) == 1232, "CONTEXT");
_Static_assert(offsetof(struct win_context, rip) == 248 && offsetof(struct win_context, xmm) == 416, "CONTEXT");
enum { RAX, RCX, RDX, RBX, RSP, RBP, RSI, RDI, R8, R9, R10, R11, R12, R13, R14, R15 };

#define EXC_NONCONTINUABLE  0x01u
#define EXC_UNWINDING       0x02u
#define EXC_EXIT_UNWIND     0x04u
#define EXC_STACK_INVALID   0x08u
#define EXC_NESTED_CALL     0x10u
#define EXC_TARGET_UNWIND   0x20u
#define EXC_COLLIDED_UNWIND 0x40u
#define EXC_UNWIND_ANY      (EXC_UNWINDING | EXC_EXIT_UNWIND)
struct win_exception_record {
	uint32_t code, flags;
	struct win_exception_record *nested;
	void *address;
	uint32_t parameters;
	uint64_t information[15];
};
_Static_assert(sizeof(struct win_exception_record) == 152, "EXCEPTION_RECORD");
struct win_exception_pointers {
	struct win_exception_record *record;
	struct win_context *context;
};
struct win_function {
	uint32_t begin, end, unwind;
};
enum { DISP_CONTINUE_EXECUTION, DISP_CONTINUE_SEARCH, DISP_NESTED, DISP_COLLIDED };
struct win_dispatcher;
typedef int ms_abi win_handler(struct win_exception_record *r, void *frame, struct win_context *c, struct win_dispatcher *d);
struct win_dispatcher {
	uint64_t control_pc, image_base;
	const struct win_function *function;
	uint64_t establisher, target_ip;
	struct win_context *context;
	win_handler *handler;
	void *handler_data, *history;
	uint32_t scope_index, fill;
};
_Static_assert(sizeof(struct win_dispatcher) == 80, "DISPATCHER_CONTEXT");

#define STATUS_DATATYPE_MISALIGNMENT    0x80000002u
#define STATUS_BREAKPOINT               0x80000003u
#define STATUS_SINGLE_STEP              0x80000004u
#define STATUS_UNWIND_CONSOLIDATE       0x80000029u
#define STATUS_ACCESS_VIOLATION         0xC0000005u
#define STATUS_IN_PAGE_ERROR            0xC0000006u
#define STATUS_ILLEGAL_INSTRUCTION      0xC000001Du
#define STATUS_NONCONTINUABLE_EXCEPTION 0xC0000025u
#define STATUS_INVALID_DISPOSITION      0xC0000026u
#define STATUS_UNWIND                   0xC0000027u
#define STATUS_BAD_STACK                0xC0000028u
#define STATUS_INVALID_UNWIND_TARGET    0xC0000029u
#define STATUS_FLOAT_INVALID_OPERATION  0xC0000090u
#define STATUS_FLOAT_DIVIDE_BY_ZERO     0xC000008Eu
#define STATUS_FLOAT_INEXACT_RESULT     0xC000008Fu
#define STATUS_FLOAT_OVERFLOW           0xC0000091u
#define STATUS_FLOAT_UNDERFLOW          0xC0000093u
#define STATUS_INTEGER_DIVIDE_BY_ZERO   0xC0000094u
#define STATUS_INTEGER_OVERFLOW         0xC0000095u
#define STATUS_PRIVILEGED_INSTRUCTION   0xC0000096u
#define STATUS_STACK_OVERFLOW           0xC00000FDu
#define STATUS_STACK_BUFFER_OVERRUN     0xC0000409u
#define STATUS_ASSERTION_FAILURE        0xC0000420u
#define STATUS_NOT_IMPLEMENTED          0xC0000002u

/* ---- an image */
struct image_import {
	const char *dll, *name;            /* in image.strings */
	const struct image_export *export; /* NULL: missing */
	uint32_t slot;                     /* rva of the IAT entry */
};
struct image_symbol {
	uint32_t rva;
	const char *name;
};
/* An instruction that was moved to a patch stub: where it runs, where it came from. */
struct image_moved {
	uint32_t stub, original;
};
struct image {
	struct image_info info;
	struct pe pe; /* mapped view; pe.file is gone after loading */
	uint8_t *base;
	size_t bytes;                 /* of the allocation: image, then stubs, patch stubs, missing-import traps */
	size_t stubs, patches, traps; /* offsets from base */
	struct image_import *imports;
	unsigned import_count;
	struct image_symbol *symbols; /* sorted by rva */
	unsigned symbol_count;
	char *strings;
	size_t strings_used, strings_size;
	const struct win_function *functions; /* .pdata, in the image */
	unsigned function_count;
	struct image_moved *moved; /* sorted by stub */
	unsigned moved_count;
	size_t patches_used;
};
#define IMAGE_STUB_BYTES 32u
#define IMAGE_TRAP_BYTES 16u /* per missing import, never accessible: a call or a read there names the import */
#define IMAGE_MAX        16

extern const struct image_host *image_host_current;
#define host image_host_current
struct image *image_find(uint64_t address); /* image, its stubs and traps; NULL */
bool image_in_code(const struct image *m, uint64_t address);
/* The address an instruction pointer means: inside a patch stub, the place the instruction was moved from. */
uint64_t image_original_ip(uint64_t ip);
/* The import a missing-import trap address stands for; NULL. */
const struct image_import *image_trap_import(const struct image *m, uint64_t address);

int image_bind(struct image *m, struct err *e);
int image_patch(struct image *m, struct err *e);
size_t image_patch_bound(const struct pe *p); /* bytes of patch stubs it may need */

/* ---- thunk.S */
extern void (*image_hook_enter)(const struct image_export *x, struct image_frame *f);
extern uint64_t (*image_hook_leave)(const struct image_export *x, struct image_frame *f, uint64_t rax);
void image_thunk(void); /* r10 = export */
void image_thunk_return(void);
void image_cr8_write(void); /* patch stubs call it: value and return address pushed by the stub */
/* memcpy that returns -1 instead of faulting; image_guarded_fault..image_guarded_fixup is its one faulting instruction and the way out. */
extern void (*image_hook_cr8)(uint64_t irql);
void image_chkstk(void);
int image_guarded_copy(void *to, const void *from, size_t n);
extern const char image_guarded_fault[], image_guarded_fixup[];

/* ---- fault.c, trap.c */
/* Processor state of an interrupted instruction, on the interrupted thread's stack. Layout known to thunk.S. */
struct image_trap {
	uint64_t reg[16];
	uint64_t rip, eflags;
	void *xstate;   /* 64-aligned FXSAVE or XSAVE image, inside this trap's stack block */
	uint64_t xmask; /* 0: FXSAVE */
	/* what the signal said */
	int signo, code;
	uint64_t address, error, trapno;
	struct image_thread *thread;
};
void image_signals_install(void);
extern __thread struct image_thread *image_current;
void image_trap_begin(struct image_trap *t) __attribute__((noreturn)); /* entered by the signal handler's return */
void image_resume(struct image_trap *t) __attribute__((noreturn));
void image_restore(const struct win_context *c) __attribute__((noreturn));
void image_fatal(struct image_fault *f) __attribute__((noreturn));

/* Emulates the instruction at t->rip. 1 = done, state advanced; 0 = not ours to emulate: fault tells what it is. */
int image_emulate(struct image_trap *t, struct image_fault *f);
void image_not_ours(struct image_trap *t) __attribute__((noreturn));
void image_disassemble(uint64_t at, char *out, size_t max);

/* ---- unwind.c */
const struct win_function *image_function_at(uint64_t pc, struct image **m);
/* Steps `c` from the function at c->rip to its caller. *establisher and *handler_data as RtlVirtualUnwind returns them; the handler is NULL
 * if there is none of the wanted kind (flags 1 = exception, 2 = unwind) or pc is in prologue or epilogue. <0: the stack or the unwind data
 * are broken. */
int image_unwind_step(struct image *m, const struct win_function *fn, struct win_context *c, unsigned want, win_handler **handler,
                      void **handler_data, uint64_t *establisher);

/* ---- seh.c */
/* Walks driver frames of the current thread, innermost first, across frames of ours by the side stack. */
struct image_walk {
	struct win_context c;
	struct image_frame *below;       /* next side frame to take when c.rip leaves the driver */
	struct win_dispatcher *collided; /* c is a frame whose __finally was running: its dispatcher context */
	unsigned steps;
};
bool image_walk_start(struct image_walk *w); /* from the top of the side stack; false: no driver frame */
bool image_walk_enter_driver(struct image_walk *w);
void image_context_of_frame(const struct image_frame *f, struct win_context *c);
void image_context_of_trap(const struct image_trap *t, struct win_context *c);
struct image_frame *image_frame_push(const struct win_context *c, const struct image_export *kind, void *token);
/* Offers an exception to the driver's handlers. Returns true if a handler said "continue" (c may be changed); false if nobody took it. */
bool image_dispatch(struct win_exception_record *r, struct win_context *c);
void image_unwind_to(uint64_t target_frame, uint64_t target_ip, struct win_exception_record *r, uint64_t value, struct win_context *scratch)
        __attribute__((noreturn));
/* Raise from a function of ours that the driver called: c is the driver's context after the call. */
void image_raise(struct win_exception_record *r, struct win_context *c, struct image_fault *f) __attribute__((noreturn));
void image_fault_describe(struct image_fault *f, const struct win_context *c);
/* Drops the side frames below c's rsp and runs on there. */
void image_continue_at(const struct win_context *c) __attribute__((noreturn));
unsigned image_backtrace_from(struct image_walk *w, struct image_where *out, unsigned max);
extern const struct image_export image_frame_cr8;
void image_frames_exhausted(const struct image_export *x) __attribute__((noreturn));
