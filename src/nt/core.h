/*
 * nt, the "core" half: threads, processors, IRQL, DPCs, timers, waits, crashes. Internal to src/nt; what the rest of Flue uses is in nt.h.
 *
 * Locks, outermost first: nt_lock (the dispatcher lock: thread states, wait lists, timers, resources, token waiters) -> a processor's DPC
 * queue lock. Neither is held over a call into the driver or over a block. Other modules must not hold a host mutex over a call of an
 * export or over nt_sched_point(): serial mode hands the only right to run to another thread there.
 */
#pragma once
#include "nt/exec.h"
#include <setjmp.h>
#include <stdatomic.h>

#define NT_FOREVER     UINT64_MAX
#define NT_CPUS        64
#define NT_CALLS       64       /* remembered calls per thread: 48 of them, of all threads, go into a crash report */
#define NT_CALLBACKS   32       /* nesting of nt_callback_begin */
#define NT_HELD        16       /* spin locks one thread is known to hold; more are taken but not tracked */
#define NT_MS          10000ull /* of the scheduler's 100 ns units */
#define NT_SECOND      10000000ull
#define NT_STACK_BYTES (512u << 10) /* of a thread that runs driver code; touched pages only cost memory */

/* What gs points at. Page 0 is what a driver reads inline: the documented KPCR, and behind it (0x180) the first fields of the PRCB: 0x184
 * and 0x1a4 processor number, 0x188 current thread. KPCR.Irql (0x50) is the thread's IRQL, the only copy. Page 1 is the image loader's and
 * ours. */
struct nt_gs {
	union {
		KPCR pcr;
		struct {
			uint8_t before_prcb[0x180];
			uint32_t mxcsr;
			uint8_t legacy_number, reserved_must_be_zero, interrupt_request, idle_halt;
			void *current_thread, *next_thread, *idle_thread;
			uint8_t nesting_level, pad[3];
			uint32_t number;
		};
		uint8_t page[0x1000];
	};
	struct image_thread image; /* at IMAGE_THREAD_GS */
};

/* KTHREAD and ETHREAD of a driver are this object's body (waitable: it starts with a dispatcher header). The thread may be long gone. */
struct nt_ethread {
	DISPATCHER_HEADER header;
	struct nt_thread *thread; /* NULL once it ended; under nt_lock */
	unsigned id;
	bool system, terminating;
	NTSTATUS exit_status;
	uint64_t create_time, exit_time;
	LONG priority, base_priority;
	char name[32];
	uint8_t rest[0x900 - 0x68]; /* as large as the real one: drivers never look inside, but debuggers' eyes expect room */
};

enum nt_thread_kind { NT_ADOPTED, NT_STARTED, NT_SYSTEM /* PsCreateSystemThread */, NT_SERVICE /* DPC, timer, worker, interrupt */ };
enum nt_run { NT_RUNNING, NT_READY /* serial: may run, hasn't the baton */, NT_BLOCKED, NT_OUTSIDE /* serial: in a host call */, NT_GONE };

struct nt_call {
	uint64_t tsc, args[4], rip, rax;
	const struct image_export *x;
	uint8_t irql, cpu, done;
};
struct nt_callback {
	const char *name;
	uint64_t deadline; /* scheduler time, NT_FOREVER = none */
	unsigned limit_ms;
	void *sp;
	KIRQL irql;
	uint8_t held;
};
struct nt_wait;
struct nt_thread {
	struct list link; /* of all threads, in order of creation; nt_lock */
	struct nt_ethread *object;
	struct nt_gs *gs;
	enum nt_thread_kind kind;
	char name[32];
	unsigned id;
	pthread_t host;
	struct list host_link; /* thread.c's */
	bool joinable, ended, in_list;
	void *stack;
	size_t stack_bytes;
	void (*fn)(void *);
	void *arg;
	PKSTART_ROUTINE routine;
	jmp_buf exit_jump;
	bool can_jump;

	/* scheduler; nt_lock */
	enum nt_run state;
	uint64_t deadline;
	bool woken, timed_out, external, background;
	_Atomic bool kill;
	uint8_t no_kill;
	_Atomic uint32_t go;       /* futex word: 1 = run */
	_Atomic(const char *) why; /* what it is blocked on, for hang reports */

	/* processor */
	unsigned cpu;
	bool has_token; /* of cpu */
	uint8_t in_dpc, in_isr;
	KAFFINITY affinity; /* 0 = any */
	KAFFINITY token_mask;
	struct list token_link;
	bool token_granted;

	/* what it holds */
	struct {
		const void *lock;
		const char *kind;
	} held[NT_HELD];
	unsigned held_count;
	const void *push_locks[8]; /* NULL: free entry; more are taken but not tracked */
	struct list mutants;       /* struct: KMUTANT.MutantListEntry is a LIST_ENTRY; this anchors ours, see sync.c */
	LIST_ENTRY mutant_list;
	int kernel_apc_disable, special_apc_disable;
	void *attached_process;

	/* reports */
	struct nt_call calls[NT_CALLS];
	unsigned call_next;
	struct nt_callback callbacks[NT_CALLBACKS];
	_Atomic unsigned callback_depth;
	uint64_t call_time; /* of the newest */
};
extern __thread struct nt_thread *nt_self_tls __attribute__((tls_model("initial-exec")));
/* The calling thread; NULL if the host thread was not adopted. */
static inline struct nt_thread *nt_self(void)
{
	return nt_self_tls;
}
struct nt_thread *nt_self_checked(const char *what); /* never NULL: an unadopted caller is a defect of ours and ends in abort() */

struct nt_cpu {
	_Alignas(64) _Atomic(struct nt_thread *) owner; /* the dispatch token */
	_Atomic uint64_t taken;         /* counts acquisitions: the clock thread sees by it whether the holder is the same as before */
	uint64_t seen_taken, seen_time; /* clock thread's */
	_Alignas(64) atomic_flag queue_lock;
	_Atomic unsigned queued, threaded_queued;
	KDPC *head, *tail, *threaded_head, *threaded_tail;
	_Atomic uint64_t dpcs;    /* run so far */
	KDPC *_Atomic running[2]; /* ordinary, threaded */
	unsigned number;
	struct nt_thread *dpc_thread;
	bool kicked, starting;
};
extern struct nt_cpu nt_cpus[NT_CPUS];
extern unsigned nt_cpus_active;

/* ---- sched.c: the one place where threads wait, run and read the clock */
void nt_sched_init(const struct nt_config *c);
void nt_sched_exit(void);
void nt_lock(void);
void nt_unlock(void);
bool nt_serial(void);
/* nt_lock is held on entry and on return, not meanwhile. True: nt_wake() came; false: the deadline (scheduler time) did. Does not check
 * IRQL. */
bool nt_block(uint64_t deadline, const char *why);
void nt_wake(struct nt_thread *t); /* nt_lock held */
void nt_check_kill(void);          /* nt_lock held, after nt_block: nt_exit ends this thread here (drops the lock, does not return) */
/* Waits while *word == value (free mode) or until nt_unpark(word) (serial): lock words. No nt_lock. */
void nt_park(_Atomic uint32_t *word, uint32_t value, const char *why);
void nt_unpark(_Atomic uint32_t *word, bool all);
void nt_yield(void);
void nt_sched_enter(struct nt_thread *t,
                    bool external); /* t becomes known to the scheduler; waits for the right to run if t is the caller */
void nt_sched_leave(struct nt_thread *t);
void nt_sched_started(struct nt_thread *t);   /* first thing on a new thread: waits for the right to run */
void nt_ready(struct nt_thread *t);           /* serial, nt_lock held: as nt_wake, without handing out the baton (nt_interrupt_poll) */
bool nt_block_on_fd(int fd, const char *why); /* until fd is readable; false: the thread was told to end. Service threads */
void nt_sched_advance(uint64_t units);        /* serial: lets virtual time pass (KeStallExecutionProcessor) */
void nt_sched_inline(uint64_t units);         /* serial: time passes for a loop without calls (clock thread) */
void nt_sched_paced(uint64_t now);            /* serial: the time nt_clock_pace was given has come (clock thread) */
extern _Atomic uint64_t nt_sched_points;      /* scheduling points passed, serial mode */
struct list *nt_threads(void);
uint64_t
nt_deadline_of(const LARGE_INTEGER *timeout); /* Windows timeout: NULL for ever, negative relative, positive absolute system time */
long nt_futex(_Atomic uint32_t *word, int op, uint32_t value, const struct timespec *until);

/* ---- clock.c: keeps KUSER_SHARED_DATA fresh and looks for hangs while driver code runs; sleeps otherwise */
void nt_clock_init(void);
void nt_clock_exit(void);
void nt_clock_poke(void);                      /* driver code begins to run: cheap when the clock is awake */
void nt_clock_pace(uint64_t virtual_deadline); /* serial mode: let real time pass until that virtual time, then go on */
extern unsigned nt_hang_ms;                    /* how long a processor may be held at DISPATCH_LEVEL; 5000 */
void nt_hang(struct nt_thread *t, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* ---- kuser.c */
void nt_kuser_init(void);
void *nt_kuser_page(void);
void nt_kuser_update(void); /* writes the scheduler's time into the page if it is later than what is there */

/* ---- irql.c, processor.c */
void nt_processor_init(unsigned cpus);
KIRQL nt_raise(KIRQL to); /* returns the old; no check */
void nt_lower(KIRQL to);
bool nt_token_try(struct nt_thread *t, unsigned cpu);
void nt_token_release(struct nt_thread *t);
void nt_cpu_set(struct nt_thread *t, unsigned cpu); /* the number a thread counts as being on */
const char *nt_irql_name(KIRQL irql);

/* ---- dpc.c */
void nt_dpc_init(void);
void nt_dpc_drain(struct nt_thread *t); /* by snapshot; caller holds the token, IRQL is DISPATCH_LEVEL */
void nt_dpc_kick(struct nt_cpu *c);     /* its DPC thread takes over */
/* For callers under nt_lock: queues, and returns the processor somebody must look after, or NULL (already queued, or a holder will drain
 * it). */
struct nt_cpu *nt_dpc_insert_locked(KDPC *dpc, void *a1, void *a2, unsigned cpu, bool *inserted);
void nt_dpc_serve(struct nt_cpu *c);           /* run its queue here if the processor is free, else its holder will */
bool nt_dpc_in_range(const void *p, size_t n); /* a queued DPC lies there: memory about to be freed */

/* ---- timer.c */
void nt_timer_init(void);
bool nt_timer_in_range(const void *p, size_t n);

/* ---- wait.c */
void nt_signal(DISPATCHER_HEADER *h); /* SignalState was raised: hand it to waiters. nt_lock held */
void nt_object_init(DISPATCHER_HEADER *h, unsigned type, size_t bytes, LONG state);
enum {
	NT_OBJECT_EVENT_NOTIFICATION,
	NT_OBJECT_EVENT_SYNC,
	NT_OBJECT_MUTANT,
	NT_OBJECT_PROCESS,
	NT_OBJECT_QUEUE,
	NT_OBJECT_SEMAPHORE,
	NT_OBJECT_THREAD,
	NT_OBJECT_GATE,
	NT_OBJECT_TIMER_NOTIFICATION,
	NT_OBJECT_TIMER_SYNC
};
NTSTATUS nt_wait_one(void *object, uint64_t deadline, const char *why); /* no IRQL check */
void nt_mutants_abandon(struct nt_thread *t);

/* ---- spinlock.c: for our own use at any IRQL; same words as KSPIN_LOCK */
void nt_spin_acquire(KSPIN_LOCK *lock, const char *kind);
bool nt_spin_try(KSPIN_LOCK *lock, const char *kind);
void nt_spin_release(KSPIN_LOCK *lock, const char *what);
void nt_held_push(const volatile void *lock, const char *kind);
bool nt_held_pop(const volatile void *lock);

/* ---- thread.c */
void nt_thread_init(void);
void nt_thread_exit_all(void);
void nt_thread_forget_stacks(void);
struct nt_thread *nt_thread_new(const char *name, enum nt_thread_kind kind, void (*fn)(void *), void *arg, PKSTART_ROUTINE routine);
struct nt_thread *nt_thread_new_object(const char *name, enum nt_thread_kind kind, void (*fn)(void *), void *arg, PKSTART_ROUTINE routine,
                                       struct nt_ethread **object);
void nt_thread_end(NTSTATUS status) __attribute__((noreturn));
struct nt_thread *nt_service_start(const char *name, void (*fn)(void *), void *arg);

/* ---- interrupt.c */
void nt_interrupt_poll(void); /* serial mode, nt_lock held: threads whose eventfd is readable become ready */
void nt_interrupt_exit(void);

/* ---- workitem.c */
void nt_workitem_init(void);
void nt_workitem_drain(void); /* waits until the queue is empty and all workers are idle */

/* ---- host.c, crash.c, finding.c, bugcheck.c */
void nt_host_init(void);
void nt_crash_init(const struct nt_config *c);
void nt_crash_log(const char *source, const char *text); /* remembers a line for the log tail; nt_log calls it */
void nt_bugcheck_callbacks(uint32_t code);
void nt_bugcheck_init(void);
void nt_crash_hang(const char *text, void *ucontext) __attribute__((noreturn)); /* on the thread that hangs */
bool nt_crashed(void);
void nt_crash_watch(void); /* clock thread: bug check callbacks that hang do not keep the report back */
void nt_crash_fault(const struct image_fault *f) __attribute__((noreturn)); /* image_host.fatal */
void nt_finding_reset(void);
/* Model-specific registers (msr.c): 0, or -1 for what no driver gets, which is a finding. */
int nt_msr(uint32_t number, int write, uint64_t *value);
const char *nt_msr_name(uint32_t number);
void nt_host_enter(const struct image_export *x, struct image_frame *f); /* image_host.enter; tests call it */

/* What PnP gives an interrupt resource: message k of NIC n (a line interrupt is message 0) has vector number NT_VECTOR(n, k). */
#define NT_VECTOR(nic, message) (0x50u + (nic)*BUS_VECTORS + (message))
