/*
 * What the tests of image share: a host with RAM of its own (a memfd, as in the machine), a KPCR at gs, and a resolver over the test's
 * exports. Crashes (host->fatal, host->unimplemented) come back by longjmp to where expect_fatal() was written.
 */
#pragma once
#include "image/image.h"
#include <asm/prctl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <pthread.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <cmocka.h>

#define MS __attribute__((ms_abi))
#define FN(n, fn)                                                                                                                          \
	{                                                                                                                                  \
		.dll = "imgtest.sys", .name = n, .address = (void *)(uintptr_t)(fn), .max_irql = IMAGE_IRQL_ANY                            \
	}

struct harness {
	struct image_host host;
	const struct image_export *exports;
	uint8_t *kpcr;
	struct image_thread *thread;
	jmp_buf fatal;
	bool fatal_armed;
	struct image_fault fault; /* what fatal() got */
	char missing[200];        /* what unimplemented() got */
	struct image_where missing_caller;
	unsigned enters, leaves, unwound;
	uint8_t kuser[4096];
};
static struct harness H;

static void *harness_alloc(size_t n)
{
	int fd = memfd_create("ram", 0);
	if (fd < 0 || ftruncate(fd, (off_t)n))
		abort();
	void *p = mmap(NULL, n, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	close(fd);
	return p == MAP_FAILED ? NULL : p;
}
static void harness_free(void *p, size_t n)
{
	munmap(p, n);
}
static const struct image_export *harness_resolve(const char *dll, const char *name)
{
	(void)dll;
	for (const struct image_export *x = H.exports; x && x->name; x++)
		if (!strcmp(x->name, name))
			return x;
	for (const struct image_export *x = image_seh_exports; x->name; x++)
		if (!strcmp(x->name, name))
			return x;
	return NULL;
}
static void harness_enter(const struct image_export *x, struct image_frame *f)
{
	/* destroy what a System V function may destroy */
	__asm__ volatile("xorps %%xmm0,%%xmm0\n xorps %%xmm1,%%xmm1\n xorps %%xmm2,%%xmm2\n xorps %%xmm3,%%xmm3\n xorps %%xmm6,%%xmm6\n "
	                 "xorps %%xmm15,%%xmm15\n" ::
	                         : "xmm0", "xmm1", "xmm2", "xmm3", "xmm6", "xmm15");
	f->token = (uint64_t)x;
	H.enters++;
}
static uint64_t harness_leave(const struct image_export *x, struct image_frame *f, uint64_t rax)
{
	__asm__ volatile("xorps %%xmm0,%%xmm0\n xorps %%xmm7,%%xmm7\n" ::: "xmm0", "xmm7");
	if (f->token != (uint64_t)x)
		abort();
	H.leaves++;
	return rax;
}
static void __attribute__((noreturn)) harness_out(void)
{
	if (!H.fatal_armed) {
		fprintf(stderr, "unexpected fatal: kind %d status %#x address %#llx %s at %s+%#x (%s); missing '%s'\n", H.fault.kind,
		        H.fault.ntstatus, (unsigned long long)H.fault.address, H.fault.instruction, H.fault.where.module, H.fault.where.rva,
		        H.fault.where.symbol, H.missing);
		abort();
	}
	H.fatal_armed = false;
	H.thread->top = H.thread->base;
	longjmp(H.fatal, 1);
}
static void __attribute__((noreturn)) harness_fatal(const struct image_fault *f)
{
	H.fault = *f;
	harness_out();
}
static void __attribute__((noreturn)) harness_unimplemented(const char *dll, const char *name, const struct image_where *caller)
{
	snprintf(H.missing, sizeof(H.missing), "%s!%s", dll, name);
	H.missing_caller = *caller;
	harness_out();
}
static void harness_unwound(void *sp)
{
	(void)sp;
	H.unwound++;
}
/* Runs `call`, which must end in host->fatal or host->unimplemented. */
#define expect_fatal(call)                                                                                                                 \
	do {                                                                                                                               \
		image_set_host(&H.host);                                                                                                   \
		memset(&H.fault, 0, sizeof(H.fault));                                                                                      \
		H.missing[0] = 0;                                                                                                          \
		H.fatal_armed = true;                                                                                                      \
		if (!setjmp(H.fatal)) {                                                                                                    \
			(void)(call);                                                                                                      \
			fail_msg("expected a fatal error: %s", #call);                                                                     \
		}                                                                                                                          \
	} while (0)

static void harness_start(const struct image_export *exports)
{
	H.exports = exports;
	H.host = (struct image_host){.resolve = harness_resolve,
	                             .alloc = harness_alloc,
	                             .free = harness_free,
	                             .enter = harness_enter,
	                             .leave = harness_leave,
	                             .unimplemented = harness_unimplemented,
	                             .fatal = harness_fatal,
	                             .unwound = harness_unwound,
	                             .kuser_page = H.kuser};
	H.kpcr = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	syscall(SYS_arch_prctl, ARCH_SET_GS, H.kpcr);
	H.thread = (struct image_thread *)(H.kpcr + IMAGE_THREAD_GS);
	pthread_attr_t a;
	void *low;
	size_t size;
	pthread_getattr_np(pthread_self(), &a);
	pthread_attr_getstack(&a, &low, &size);
	pthread_attr_destroy(&a);
	H.thread->stack_low = low;
	H.thread->stack_high = (char *)low + size;
	image_set_host(&H.host);
	if (image_thread_init(H.thread))
		abort();
}
static int harness_end(int rc)
{
	image_thread_exit(H.thread);
	return rc;
}
static void *harness_read(const char *path, size_t *n)
{
	FILE *f = fopen(path, "rb");
	if (!f)
		return NULL;
	fseek(f, 0, SEEK_END);
	*n = (size_t)ftell(f);
	rewind(f);
	void *p = malloc(*n);
	if (fread(p, 1, *n, f) != *n)
		abort();
	fclose(f);
	return p;
}
static struct image *harness_load(const char *name)
{
	char path[400];
	size_t n = 0;
	struct err e = {0};
	struct image *m = NULL;
	snprintf(path, sizeof(path), "%s/%s.sys", FLUE_DRIVER_DIR, name);
	void *f = harness_read(path, &n);
	if (!f)
		fail_msg("%s is missing", path);
	if (image_load(f, n, name, &m, &e))
		fail_msg("%s", e.text);
	free(f);
	return m;
}
/* The driver's function `name` as type `T (...)`. */
#define DRV(m, T, name, ...) ((T MS(*)(__VA_ARGS__))(uintptr_t)image_export_address(m, name))
