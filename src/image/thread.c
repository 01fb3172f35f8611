/*
 * What each thread that runs driver code needs: the side stack (frames of calls from the driver into us) and a signal stack, so that a
 * driver that overflows its own stack can still be reported. 64 frames of 288 bytes and 128 KiB (touched only when used) per thread.
 */
#include "image/internal.h"
#include <stdlib.h>
#include <sys/mman.h>

#define SIGSTACK_BYTES (128u << 10) /* a stack overflow is reported from it, too */

_Static_assert(sizeof(struct image_frame) == 288 && offsetof(struct image_frame, rsp) == 64 && offsetof(struct image_frame, args) == 80 &&
                       offsetof(struct image_frame, export) == 112 && offsetof(struct image_frame, xmm) == 128,
               "thunk.S");
_Static_assert(offsetof(struct image_thread, top) == 0 && offsetof(struct image_thread, limit) == 0x10 &&
                       offsetof(struct image_thread, resume_rip) == 0x30 && IMAGE_THREAD_GS == 0x1000,
               "thunk.S");
_Static_assert(offsetof(struct image_export, address) == 16, "thunk.S");

__thread struct image_thread *image_current;
void (*image_hook_enter)(const struct image_export *x, struct image_frame *f);
uint64_t (*image_hook_leave)(const struct image_export *x, struct image_frame *f, uint64_t rax);

int image_thread_init(struct image_thread *t)
{
	t->base = aligned_alloc(64, ALIGN_UP_TO(sizeof(struct image_frame) * IMAGE_FRAMES, 64));
	t->sigstack = mmap(NULL, SIGSTACK_BYTES, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (!t->base || t->sigstack == MAP_FAILED) {
		free(t->base);
		t->base = NULL;
		return -ENOMEM;
	}
	t->top = t->base;
	t->limit = t->base + IMAGE_FRAMES;
	stack_t ss = {.ss_sp = t->sigstack, .ss_size = SIGSTACK_BYTES};
	if (sigaltstack(&ss, &t->sigstack_before)) {
		int rc = -errno;
		munmap(t->sigstack, SIGSTACK_BYTES);
		free(t->base);
		t->base = NULL;
		return rc;
	}
	image_current = t;
	image_signals_install();
	return 0;
}

void image_thread_exit(struct image_thread *t)
{
	if (!t->base)
		return;
	image_current = NULL;
	t->sigstack_before.ss_flags &= ~SS_ONSTACK;
	if (!t->sigstack_before.ss_sp)
		t->sigstack_before.ss_flags = SS_DISABLE;
	sigaltstack(&t->sigstack_before, NULL);
	munmap(t->sigstack, SIGSTACK_BYTES);
	free(t->base);
	t->base = t->top = t->limit = NULL;
	t->sigstack = NULL;
}
