/*
 * image: Windows PE32+ x64 images in a Linux process: map, relocate, bind, patch, call, unwind, explain.
 *
 * Order of calls:  image_set_host() once  ->  image_thread_init() on every thread that will run driver code  ->  image_load()  ->
 * image_entry() / calls into the driver  ->  image_unload().
 *
 * Binding. Every import is bound to a small stub in executable memory that carries its export's descriptor and goes through one assembly
 * thunk (thunk.S): it saves the driver's nonvolatile registers, rsp and return address as a frame on the thread's side stack (struct
 * image_thread), replaces the return address by its own, calls host->enter, jumps to the function (so stack arguments and varargs stay
 * where they are), and on return calls host->leave and goes back. The unwinder reads the side stack to step from our functions back into
 * the driver. An import that nobody provides is bound to a trap that names the function and its caller when it is called
 * (host->unimplemented).
 */
#pragma once
#include "base/base.h"
#include <signal.h>

#define IMAGE_IRQL_ANY 0xff

/* One line of an export table. Tables are arrays that end with name == NULL. */
struct image_export {
	const char *dll; /* "ntoskrnl.exe", "NDIS.SYS", "HAL.dll"; NULL = any: lookups ignore the dll when the name is unique, as
	                    ntoskrnl/hal forwarders do */
	const char *name;
	void *address;    /* ms_abi function, or the address of the variable when `data` */
	uint8_t max_irql; /* IMAGE_IRQL_ANY = no limit; facts/irql.tsv */
	uint8_t min_irql; /* 0 = none; DISPATCH_LEVEL where the page says "= DISPATCH_LEVEL" or ">= DISPATCH_LEVEL" */
	uint8_t data;     /* 1 = bound as it is, without a thunk: exported variables, and code that must see all registers (__chkstk,
	                     __C_specific_handler) */
	uint8_t quiet; /* 1 = not recorded in the trace (locks, list and string helpers, per packet calls); still in the last-calls ring */
	uint32_t ndis; /* lowest NDIS that has it as 0x0006001e, 0 = all */
};

/* Registers of the driver at the moment it called us: what the unwinder needs. Layout known to thunk.S. */
struct image_frame {
	uint64_t rbx, rbp, rdi, rsi, r12, r13, r14, r15;
	uint64_t rsp;     /* before the call pushed the return address, i.e. rsp after return */
	uint64_t rip;     /* return address in the driver */
	uint64_t args[4]; /* rcx, rdx, r8, r9 as passed */
	const struct image_export *export;
	uint64_t token;      /* host's own: enter() may store something for leave() */
	uint8_t xmm[10][16]; /* xmm6..xmm15 */
} __attribute__((aligned(16)));

/* The side stack also holds two kinds of frames that no thunk made, with these as `export`: the point where an exception was raised while
 * its handlers are searched, and the driver frame whose __finally is running. */
extern const struct image_export image_frame_exception, image_frame_unwind;
#define IMAGE_FRAMES 64 /* nesting depth driver -> us -> driver -> us ... */
/* Per thread, found at gs:[IMAGE_THREAD_GS]. The executive allocates each thread's KPCR page pair; the first page is the KPCR the driver
 * sees, the second starts with this. */
#define IMAGE_THREAD_GS 0x1000
struct image_thread {
	struct image_frame *top; /* next free frame; frames grow upwards */
	struct image_frame *base, *limit;
	void *stack_low, *stack_high; /* the stack driver code runs on */
	void *host;                   /* the executive's thread object */
	/* Private to image; zero before image_thread_init(). */
	uint64_t resume_rip; /* where image_resume() jumps last; layout known to thunk.S */
	void *sigstack;
	stack_t sigstack_before;
};
/* The caller sets stack_low, stack_high and host; image_thread_init() allocates the side stack and the signal stack of the calling thread.
 * gs must already point at the KPCR page (t == gs base + IMAGE_THREAD_GS). A thread that leaves driver code by other means than returning
 * (a driver thread that terminates itself) sets t->top = t->base. */
int image_thread_init(struct image_thread *t);
void image_thread_exit(struct image_thread *t); /* on the same thread */

/* KPCR.Irql (facts/layouts.tsv), which inline `mov reg, cr8` is patched to read: the executive keeps the current IRQL there. `mov cr8, reg`
 * goes to host->set_cr8. */
#define IMAGE_GS_IRQL 0x50

struct image;
/* Where the faulting or calling code is. */
struct image_where {
	struct image *image; /* NULL: not in any driver image */
	char module[64];
	uint32_t rva;
	char symbol[128]; /* from the image's own export or COFF tables if any; PDB and DWARF are read by the lab (llvm-symbolizer) */
};

/* A processor exception that driver code raised, classified. */
enum image_fault_kind {
	IMAGE_FAULT_ACCESS,     /* read, write or execute of an address that is not there */
	IMAGE_FAULT_PRIVILEGED, /* an instruction ring 3 can't do and we don't emulate */
	IMAGE_FAULT_ILLEGAL,
	IMAGE_FAULT_DIVIDE,
	IMAGE_FAULT_OVERFLOW,
	IMAGE_FAULT_BREAKPOINT, /* int3 */
	IMAGE_FAULT_FASTFAIL,   /* int 29h, code in rcx */
	IMAGE_FAULT_SYSCALL,    /* syscall, sysenter, int 80h: reached SIGSYS */
	IMAGE_FAULT_STACK,      /* stack overflow: guard page below the thread's stack */
	IMAGE_FAULT_STATUS,     /* ExRaiseStatus & co., raised by a function of ours on the driver's behalf */
	IMAGE_FAULT_HOST,       /* our own code faulted; `where` is the driver's call that led there */
};
struct image_fault {
	enum image_fault_kind kind;
	uint32_t ntstatus; /* STATUS_ACCESS_VIOLATION, ... */
	uint64_t address;  /* decoded operand's effective address for ACCESS (also non-canonical ones), fast-fail code for FASTFAIL */
	uint8_t write, execute, size;
	char instruction[96]; /* disassembled by Zydis */
	struct image_where where;
	uint64_t regs[17]; /* rax rcx rdx rbx rsp rbp rsi rdi r8..r15 rip */
	unsigned depth;
	struct image_where stack[32]; /* by .pdata; through our functions by the side stack */
};

/* What the loader needs from above it. All optional but resolve, alloc, free, fatal. Protections are set with mprotect on what alloc
 * returned. */
struct image_host {
	const struct image_export *(*resolve)(const char *dll, const char *name);
	void *(*alloc)(size_t bytes); /* page aligned memory for an image (RAM) */
	void (*free)(void *p, size_t bytes);
	void (*enter)(const struct image_export *x, struct image_frame *f); /* driver calls us: IRQL check, trace, scheduling point */
	uint64_t (*leave)(const struct image_export *x, struct image_frame *f, uint64_t rax); /* returns rax */
	void (*unimplemented)(const char *dll, const char *name, const struct image_where *caller) __attribute__((noreturn));
	/* Device memory and ports. size 1,2,4,8. 0 = handled, <0 = that address is no device. */
	int (*mmio)(uint64_t address, int write, unsigned size, uint64_t *value);
	int (*port)(uint16_t port, int write, unsigned size, uint32_t *value);
	uint64_t (*get_cr8)(void);
	void (*set_cr8)(uint64_t irql);
	int (*msr)(uint32_t msr, int write, uint64_t *value);
	void *kuser_page; /* our copy of KUSER_SHARED_DATA: patched in for 0xFFFFF78000000000 */
	/* No handler of the driver took the exception (or none may). Never returns: writes the crash record, leaves the process. */
	void (*fatal)(const struct image_fault *fault) __attribute__((noreturn));
	void (*unwound)(void *stack_pointer); /* a handler took it: frames of ours above stack_pointer are gone (IRQL, callback markers) */
	/* Asked before an exception of driver code is offered to the driver's handlers; 0 = it goes to fatal() at once (an invalid address
	 * touched at DISPATCH_LEVEL or above is a bug check on Windows, not an exception). NULL: always yes. */
	int (*may_dispatch)(const struct image_fault *fault);
};
/* Also installs handlers of SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGSYS. cmocka puts its own handlers around each test function: call
 * it again (or image_thread_init) inside one that lets drivers fault. */
void image_set_host(const struct image_host *host);

struct image_info {
	char name[64];
	void *base;
	size_t size;
	void *entry;
	uint32_t checksum, timestamp;
	uint16_t subsystem_major, subsystem_minor;
	uint8_t pdb_guid[16];
	uint32_t pdb_age;
	char pdb_name[128];
	char file_version[32]; /* from the VERSIONINFO resource, "" if none */
	char signature[64];    /* "none", or "present (not verified)" */
	unsigned imports, imports_missing, patched_cr8, patched_kuser, trapped_sites;
};
/* Maps `file` (copied; the caller may free it). Errors name the file's defect: truncated, not PE32+, wrong machine (x86, ARM64 by name),
 * .NET, KMDF (imports WDFLDR.SYS), NetAdapterCx (NetAdapterCx.sys import), WDI (WDIWiFi.sys import). */
int image_load(const void *file, size_t bytes, const char *name, struct image **out, struct err *e);
void image_unload(struct image *m);
const struct image_info *image_info(const struct image *m);
void *image_export_address(const struct image *m, const char *name); /* NULL if not exported by the image */
/* Calls fn for every import: have = provided. */
void image_each_import(const struct image *m, void (*fn)(void *ctx, const char *dll, const char *name, bool have), void *ctx);
/* For `flue imports` and hostile files: parses without mapping; the same errors. */
int image_inspect(const void *file, size_t bytes, const char *name, struct image_info *info,
                  void (*import)(void *ctx, const char *dll, const char *name), void *ctx, struct err *e);
bool image_contains(const void *address);
void image_where(const void *address, struct image_where *w);
/* Traps taken so far by all threads, to be emulated or reported: what patching is there to avoid. In steady state it stands still. */
uint64_t image_trap_count(void);
/* Raise in the driver that called us: SEH dispatch from the current side stack frame; does not return. */
void image_raise_status(uint32_t ntstatus) __attribute__((noreturn));
/* Backtrace of the current thread's driver frames (through the side stack). Returns the number of entries. */
unsigned image_backtrace(struct image_where *w, unsigned max);
/* Fault of the current thread described without dispatching (bug check): fills registers of the innermost driver frame. */
void image_describe_here(struct image_fault *f);
/* The same from the context (ucontext_t) a signal handler on the current thread was given. */
void image_describe_context(struct image_fault *f, const void *ucontext);
/* What structured exception handling exports to drivers (RtlUnwindEx, __C_specific_handler, ExRaiseStatus, ...): one more table for
 * resolve(). */
extern const struct image_export image_seh_exports[];
