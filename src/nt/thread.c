/*
 * Threads of the executive: host threads with a KPCR at gs, a stack in RAM (so that what a driver puts on it has a physical address), and
 * an ETHREAD object that outlives them.
 *
 * Four kinds: adopted (a host thread that came by), started (nt_thread_start; the owner joins or detaches it), system
 * (PsCreateSystemThread) and service (DPC, timer, worker, interrupt threads). System and service threads are joined by whoever creates a
 * thread next, or by nt_exit().
 *
 * PsTerminateSystemThread and nt_exit() leave a thread by longjmp to its first frame: driver frames in between are gone, as on Windows.
 * Memory per thread: 512 KiB of address space for the stack (touched pages count), 8 KiB for gs, about 80 KiB for the image loader's frames
 * and signal stack.
 */
#include "nt/core.h"
#include <asm/prctl.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define GS_BYTES    ALIGN_UP_TO(sizeof(struct nt_gs), (size_t)RAM_PAGE)
#define FIRST_ID    0x100
#define HOST_STACK  (8u << 20) /* what an adopted main thread is assumed to have */
#define STACKS_KEPT 8

extern void *__libc_stack_end;
void (*nt_thread_hook)(void);
static _Atomic unsigned next_id;
static unsigned next_cpu;
static pthread_mutex_t table_lock = PTHREAD_MUTEX_INITIALIZER; /* guards the three below; never held over anything that blocks */
static struct list hosts = {&hosts, &hosts}; /* threads of ours whose host thread nobody has joined yet: their stacks are in RAM */
static void *stacks[STACKS_KEPT];
static unsigned stack_count;

struct nt_thread *nt_self_checked(const char *what)
{
	struct nt_thread *t = nt_self();
	if (!t) {
		fprintf(stderr, "flue: %s on a host thread that was not adopted (nt_thread_adopt)\n", what);
		abort();
	}
	return t;
}

/* ---- memory */
static void *stack_alloc(void)
{
	void *p = NULL;

	pthread_mutex_lock(&table_lock);
	if (stack_count)
		p = stacks[--stack_count];
	pthread_mutex_unlock(&table_lock);
	if (p)
		return p;
	p = nt_pages_alloc(NT_STACK_BYTES);
	if (p)
		mprotect(p, RAM_PAGE, PROT_NONE); /* guard: an overflow is a fault, not somebody else's memory */
	return p;
}

static void stack_free(void *p)
{
	pthread_mutex_lock(&table_lock);
	bool keep = stack_count < STACKS_KEPT;
	if (keep)
		stacks[stack_count++] = p;
	pthread_mutex_unlock(&table_lock);
	if (keep)
		return;
	mprotect(p, RAM_PAGE, PROT_READ | PROT_WRITE);
	nt_pages_free(p, NT_STACK_BYTES);
}

static void destroy(struct nt_thread *t)
{
	if (t->object)
		ObfDereferenceObject(t->object);
	if (t->gs)
		nt_pages_free(t->gs, GS_BYTES);
	if (t->stack)
		stack_free(t->stack);
	free(t);
}

static struct nt_thread *create(const char *name, enum nt_thread_kind kind)
{
	struct nt_thread *t = aligned_alloc(64, ALIGN_UP_TO(sizeof *t, 64));
	if (!t)
		return NULL;
	memset(t, 0, sizeof *t);
	t->kind = kind;
	t->object = nt_ob_create(&nt_ob_thread, sizeof *t->object);
	t->gs = nt_pages_alloc(GS_BYTES);
	if (!t->object || !t->gs) {
		destroy(t);
		return NULL;
	}
	t->id = FIRST_ID + 4 * atomic_fetch_add(&next_id, 1);
	snprintf(t->name, sizeof t->name, "%s", name);
	list_init(&t->token_link);
	list_init(&t->link);
	list_init(&t->host_link);
	InitializeListHead(&t->mutant_list);
	nt_object_init(&t->object->header, NT_OBJECT_THREAD, 0, 0);
	t->object->thread = t;
	t->object->id = t->id;
	t->object->system = true;
	t->object->exit_status = STATUS_PENDING;
	t->object->create_time = nt_system_time_100ns();
	t->object->priority = t->object->base_priority = 8;
	snprintf(t->object->name, sizeof t->object->name, "%s", name);
	t->gs->pcr.Self = &t->gs->pcr;
	t->gs->pcr.Used_Self = t->gs;
	t->gs->pcr.CurrentPrcb = (struct _KPRCB *)&t->gs->mxcsr;
	t->gs->pcr.MajorVersion = t->gs->pcr.MinorVersion = 1;
	t->gs->mxcsr = 0x1f80;
	t->gs->current_thread = t->object;
	t->gs->image.host = t;
	nt_cpu_set(t, next_cpu++ % (nt_cpus_active ? nt_cpus_active : 1));
	return t;
}

static struct nt_thread *next_ended(void)
{
	struct nt_thread *found = NULL;
	pthread_mutex_lock(&table_lock);
	list_each(l, &hosts)
	{
		struct nt_thread *t = base_container_of(l, struct nt_thread, host_link);
		if (t->ended && !t->joinable) {
			list_del(&t->host_link);
			found = t;
			break;
		}
	}
	pthread_mutex_unlock(&table_lock);
	return found;
}

static void reap(void)
{
	for (struct nt_thread *t; (t = next_ended());) {
		pthread_join(t->host, NULL);
		destroy(t);
	}
}

static void forget_host(struct nt_thread *t)
{
	pthread_mutex_lock(&table_lock);
	list_del(&t->host_link);
	pthread_mutex_unlock(&table_lock);
}

static bool all_joined(void)
{
	pthread_mutex_lock(&table_lock);
	bool none = list_empty(&hosts);
	pthread_mutex_unlock(&table_lock);
	return none;
}

/* ---- a thread's life */
static void begin(struct nt_thread *t)
{
	t->host = pthread_self();
	nt_self_tls = t;
	if (nt_thread_hook)
		nt_thread_hook();
	syscall(SYS_arch_prctl, ARCH_SET_GS, t->gs);
	if (image_thread_init(&t->gs->image)) {
		fprintf(stderr, "flue: no memory for thread %s\n", t->name);
		abort();
	}
}

static void finish(struct nt_thread *t)
{
	if (t->gs->pcr.Irql != PASSIVE_LEVEL) {
		if (!atomic_load(&t->kill))
			nt_finding("IRQL", "thread %s ended at %s", t->name, nt_irql_name(t->gs->pcr.Irql));
		t->in_dpc = 0;
		t->held_count = 0;
		nt_lower(PASSIVE_LEVEL);
	}
	atomic_store(&t->callback_depth, 0);
	t->gs->image.top = t->gs->image.base;
	nt_lock();
	nt_mutants_abandon(t);
	t->object->thread = NULL;
	t->object->terminating = true;
	t->object->exit_time = nt_system_time_100ns();
	t->object->header.SignalState = 1;
	nt_signal(&t->object->header);
	nt_unlock();
	nt_sched_leave(t);
	image_thread_exit(&t->gs->image);
	nt_self_tls = NULL;
}

static void *host_main(void *p)
{
	struct nt_thread *t = p;

	prctl(PR_SET_NAME, t->name);
	begin(t);
	nt_sched_started(t);
	if (!_setjmp(t->exit_jump)) {
		t->can_jump = true;
		if (t->routine) {
			nt_callback_begin("a system thread", 0);
			t->routine(t->arg);
			t->object->exit_status = STATUS_SUCCESS;
			nt_callback_end();
		} else {
			t->fn(t->arg);
			t->object->exit_status = STATUS_SUCCESS;
		}
	}
	t->can_jump = false;
	finish(t);
	pthread_mutex_lock(&table_lock);
	t->ended = true;
	pthread_mutex_unlock(&table_lock);
	return NULL;
}

struct nt_thread *nt_thread_new(const char *name, enum nt_thread_kind kind, void (*fn)(void *), void *arg, PKSTART_ROUTINE routine)
{
	return nt_thread_new_object(name, kind, fn, arg, routine, NULL);
}

/* `object`, if not NULL, receives the thread's object with a reference: the thread may end before this returns. */
struct nt_thread *nt_thread_new_object(const char *name, enum nt_thread_kind kind, void (*fn)(void *), void *arg, PKSTART_ROUTINE routine,
                                       struct nt_ethread **object)
{
	pthread_attr_t attr;

	reap();
	struct nt_thread *t = create(name, kind);
	if (!t)
		return NULL;
	t->stack = stack_alloc();
	if (!t->stack)
		goto failed;
	t->stack_bytes = NT_STACK_BYTES;
	t->gs->image.stack_low = (uint8_t *)t->stack + RAM_PAGE;
	t->gs->image.stack_high = (uint8_t *)t->stack + NT_STACK_BYTES;
	t->fn = fn;
	t->arg = arg;
	t->routine = routine;
	t->joinable = kind == NT_STARTED;
	t->background = kind == NT_SERVICE;
	if (object) {
		ObfReferenceObject(t->object);
		*object = t->object;
	}
	pthread_attr_init(&attr);
	pthread_attr_setstack(&attr, t->gs->image.stack_low, NT_STACK_BYTES - RAM_PAGE);
	nt_sched_enter(t, nt_self() == NULL);
	pthread_mutex_lock(&table_lock);
	list_add(&hosts, &t->host_link);
	pthread_mutex_unlock(&table_lock);
	int rc = pthread_create(&t->host, &attr, host_main, t);
	pthread_attr_destroy(&attr);
	if (rc) {
		forget_host(t);
		nt_sched_leave(t);
		goto failed;
	}
	return t;
failed:
	if (object && *object)
		ObfDereferenceObject(*object);
	destroy(t);
	return NULL;
}

struct nt_thread *nt_service_start(const char *name, void (*fn)(void *), void *arg)
{
	return nt_thread_new(name, NT_SERVICE, fn, arg, NULL);
}

struct nt_thread *nt_thread_start(const char *name, void (*fn)(void *), void *arg)
{
	return nt_thread_new(name, NT_STARTED, fn, arg, NULL);
}

void nt_thread_join(struct nt_thread *t)
{
	if (!t)
		return;
	if (nt_self())
		nt_wait_one(t->object, NT_FOREVER, "a thread");
	forget_host(t);
	pthread_join(t->host, NULL);
	destroy(t);
}

void nt_thread_detach(struct nt_thread *t)
{
	if (!t)
		return;
	pthread_mutex_lock(&table_lock);
	t->joinable = false;
	pthread_mutex_unlock(&table_lock);
}

void nt_thread_adopt(const char *name)
{
	pthread_attr_t attr;

	if (nt_self())
		return;
	struct nt_thread *t = create(name, NT_ADOPTED);
	if (!t) {
		fprintf(stderr, "flue: no memory to adopt thread %s\n", name);
		abort();
	}
	t->gs->image.stack_high = __libc_stack_end;
	t->gs->image.stack_low = (uint8_t *)__libc_stack_end - HOST_STACK;
	if (getpid() != (pid_t)syscall(SYS_gettid) &&
	    !pthread_getattr_np(pthread_self(), &attr)) { /* of a main thread it would read /proc */
		void *low;
		size_t bytes;
		pthread_attr_getstack(&attr, &low, &bytes);
		t->gs->image.stack_low = low;
		t->gs->image.stack_high = (uint8_t *)low + bytes;
		pthread_attr_destroy(&attr);
	}
	begin(t);
	nt_sched_enter(t, true);
}

void nt_thread_release(void)
{
	struct nt_thread *t = nt_self();
	if (!t || t->kind != NT_ADOPTED)
		return;
	t->object->exit_status = STATUS_SUCCESS;
	finish(t);
	syscall(SYS_arch_prctl, ARCH_SET_GS, 0);
	destroy(t);
}

void nt_thread_end(NTSTATUS status)
{
	struct nt_thread *t = nt_self_checked("PsTerminateSystemThread");
	t->object->exit_status = status;
	_longjmp(t->exit_jump, 1);
}

/* nt_exit: every thread but the adopted ones ends at its next block. System threads are the driver's: one that is left is told. A thread
 * that neither blocks nor ends within some 2 s is left alone. */
void nt_thread_exit_all(void)
{
	for (unsigned round = 0; round < 200; round++) {
		unsigned left_over = 0;
		nt_lock();
		list_each(l, nt_threads())
		{
			struct nt_thread *t = base_container_of(l, struct nt_thread, link);
			if (t->kind == NT_ADOPTED || t == nt_self())
				continue;
			left_over += !round && t->kind == NT_SYSTEM;
			atomic_store(&t->kill, true);
			nt_wake(t);
		}
		nt_unlock();
		pthread_mutex_lock(&table_lock);
		list_each(l, &hosts) base_container_of(l, struct nt_thread, host_link)->joinable =
		        false; /* whoever started it did not join it */
		pthread_mutex_unlock(&table_lock);
		if (left_over)
			nt_finding("thread", "%u system threads of the driver still run at exit", left_over);
		reap();
		if (all_joined())
			break;
		if (nt_self())
			nt_outside_begin();
		nanosleep(&(struct timespec){.tv_nsec = round < 100 ? 200000 : 20000000}, NULL);
		if (nt_self())
			nt_outside_end();
	}
}

void nt_thread_init(void)
{
	next_id = 0;
	next_cpu = 0;
}

void nt_thread_forget_stacks(void)
{
	reap();
	pthread_mutex_lock(&table_lock);
	while (stack_count) {
		void *p = stacks[--stack_count];
		mprotect(p, RAM_PAGE, PROT_READ | PROT_WRITE);
		nt_pages_free(p, NT_STACK_BYTES);
	}
	pthread_mutex_unlock(&table_lock);
}
