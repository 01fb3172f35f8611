/*
 * libFuzzer target: a hostile driver file. The whole path is run: headers, tables, mapping, relocation, binding, patching, unwinding by its
 * .pdata, symbols. Nothing of the file is executed. Seeds: any .sys, e.g. those in the build's drivers/.
 *
 *   cmake -DFLUE_FUZZ=ON -DCMAKE_C_COMPILER=clang ... && build/tests/fuzz/fuzz_pe -max_len=65536 corpus/ build/drivers/
 */
#include "image/internal.h"
#undef host
#include <stdlib.h>
#include <sys/mman.h>

static uint8_t kuser[4096];
static const struct image_export known = {.dll = "ntoskrnl.exe", .name = "Known", .address = kuser, .max_irql = IMAGE_IRQL_ANY};

static const struct image_export *resolve(const char *dll, const char *name)
{
	return (dll[0] ^ name[0]) & 1 ? &known : NULL;
}
static void *alloc(size_t n)
{
	void *p = mmap(NULL, n, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	return p == MAP_FAILED ? NULL : p;
}
static void release(void *p, size_t n)
{
	munmap(p, n);
}
static void __attribute__((noreturn)) fatal(const struct image_fault *f)
{
	(void)f;
	abort();
}
static void set_cr8(uint64_t v)
{
	(void)v;
}
static void each(void *ctx, const char *dll, const char *name, bool have)
{
	*(unsigned *)ctx += (unsigned)dll[0] + (unsigned)name[0] + have;
}

static void unwind_all(struct image *m)
{
	static uint64_t stack[512] __attribute__((aligned(16)));
	for (unsigned i = 0; i < m->function_count && i < 256; i++) {
		const struct win_function f = m->functions[i];
		const uint32_t at[] = {f.begin, f.begin + 1, f.begin + 9, f.end - 1};
		for (unsigned k = 0; k < ARRAY_LEN(at); k++) {
			struct win_context c = {.rip = (uint64_t)m->base + at[k]};
			struct image *in;
			win_handler *h;
			void *data;
			uint64_t frame;
			for (int r = 0; r < 16; r++)
				c.reg[r] = (uint64_t)&stack[64];
			const struct win_function *fn = image_function_at(c.rip, &in);
			if (in)
				image_unwind_step(in, fn, &c, 3, &h, &data, &frame);
		}
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct image_host h = {
	        .resolve = resolve, .alloc = alloc, .free = release, .fatal = fatal, .set_cr8 = set_cr8, .kuser_page = kuser};
	static struct image_thread thread;
	static bool started;
	struct image *m = NULL;
	struct image_info info;
	struct err e = {0}, e2 = {0};
	if (!started) {
		image_set_host(&h);
		if (image_thread_init(&thread))
			abort();
		started = true;
	}
	int inspected = image_inspect(data, size, "fuzz.sys", &info, NULL, NULL, &e);
	/* A page count no fuzzing machine should have to map again and again; the limit itself is tested elsewhere. */
	if (!inspected && info.size > 16u << 20)
		return 0;
	int loaded = image_load(data, size, "fuzz.sys", &m, &e2);
	if (!loaded && inspected)
		abort();
	if (loaded) {
		if (!e2.text[0])
			abort(); /* an error without a sentence */
		return 0;
	}
	unsigned sum = 0;
	struct image_where w;
	image_each_import(m, each, &sum);
	unwind_all(m);
	for (unsigned i = 0; i < 64; i++)
		image_where(m->base + (size_t)i * m->bytes / 64, &w);
	image_export_address(m, "DriverEntry");
	image_unload(m);
	return 0;
}
