/*
 * Loading: what is read from a good file, the one-line error for each kind of bad one, and files that were damaged in every way we could
 * think of: cut off at every length, each header byte changed, random bytes changed. A damaged file may load or fail; it may not crash, and
 * must be freed.
 */
#include "harness.h"

static uint8_t *file, *copy;
static size_t size;
static struct err e;

static uint32_t u32(const uint8_t *p)
{
	uint32_t v;
	memcpy(&v, p, 4);
	return v;
}
static uint8_t *nt(void)
{
	return copy + u32(copy + 60);
}
static void fresh(void)
{
	memcpy(copy, file, size);
	memset(&e, 0, sizeof(e));
}
static int load_copy(size_t n)
{
	struct image *m = NULL;
	int rc = image_load(copy, n, "/tmp/x/bad.sys", &m, &e);
	struct image_info i;
	struct err e2 = {0};
	int inspected = image_inspect(copy, n, "bad.sys", &i, NULL, NULL, &e2);
	if (!rc)
		assert_int_equal(inspected, 0); /* what loads can be inspected */
	else
		assert_true(e.text[0] && !strchr(e.text, '\n'));
	image_unload(m);
	return rc;
}
#define assert_error(part)                                                                                                                 \
	do {                                                                                                                               \
		assert_true(load_copy(size) < 0);                                                                                          \
		if (!strstr(e.text, part))                                                                                                 \
			fail_msg("expected '%s' in: %s", part, e.text);                                                                    \
	} while (0)

static void replace(const char *from, const char *to)
{
	for (size_t i = 0; i + strlen(from) < size; i++)
		if (!memcmp(copy + i, from, strlen(from) + 1)) {
			memcpy(copy + i, to, strlen(to) + 1);
			return;
		}
	fail_msg("%s is not in the file", from);
}
static void kinds(void **s)
{
	(void)s;
	fresh();
	copy[0] = 'X';
	assert_error("no MZ header");
	memcpy(copy, "\177ELF", 4);
	assert_error("an ELF file");
	memcpy(copy, "PK\3\4", 4);
	assert_error("a zip archive");
	memcpy(copy, "[Version]", 9);
	assert_error("perhaps an INF");
	fresh();
	memcpy(nt(), "NE", 2);
	assert_error("16-bit");
	fresh();
	nt()[4] = 0x4c, nt()[5] = 0x01;
	assert_error("32-bit x86 driver");
	nt()[4] = 0x64, nt()[5] = 0xaa;
	assert_error("ARM64 driver");
	nt()[4] = 0xc4, nt()[5] = 0x01;
	assert_error("32-bit ARM driver");
	nt()[4] = 0x34, nt()[5] = 0x12;
	assert_error("machine type 0x1234");
	fresh();
	nt()[24] = 0x0b, nt()[25] = 0x01;
	assert_error("not PE32+");
	fresh();
	nt()[24 + 68] = 3;
	assert_error("a console program (subsystem 3)");
	nt()[24 + 68] = 12;
	assert_error("EFI firmware code");
	fresh();
	nt()[24 + 112 + 14 * 8] = 1;
	assert_error(".NET");
	fresh();
	memset(nt() + 24 + 16, 0, 4);
	assert_error("no entry point");
	nt()[24 + 18] = 0x7f;
	assert_error("entry point");
	fresh();
	nt()[24 + 59] = 0x7f;
	assert_error("absurd image size");
	fresh();
	nt()[22] |= 1;
	assert_error("no relocations");
	fresh();
	replace("imgtest.sys", "WDFLDR.SYS");
	assert_error("a KMDF driver");
	for (int i = 0; i < 24; i++) /* over the code, where nothing but a search for text looks */
		copy[0x400 + i] = i & 1 ? 0 : (uint8_t) "NetAdapterCx"[i / 2];
	assert_error("a NetAdapterCx driver");
	fresh();
	replace("imgtest.sys", "WDIWiFi.sys");
	assert_error("a WDI");
	fresh();
	replace("imgtest.sys", "user32.dll");
	assert_error("user-mode");
	fresh();
	size_t whole = size;
	size = 0;
	assert_error("empty");
	size = 0x400;
	assert_error("truncated");
	size = 30;
	assert_error("truncated");
	size = whole;
}
static void good(void **s)
{
	(void)s;
	image_set_host(&H.host);
	struct image *m = harness_load("image_pe");
	const struct image_info *i = image_info(m);
	assert_string_equal(i->file_version, "2.1.4.3");
	assert_string_equal(i->pdb_name, "image_pe.pdb");
	uint64_t *cookie = image_export_address(m, "__security_cookie");
	assert_true(*cookie != 0x00002B992DDFA232ull && *cookie && !(*cookie >> 48));
	assert_int_equal(*(int *)image_export_address(m, "in_section"), 5);
	assert_null(image_export_address(m, "nothing of the kind"));
	assert_int_equal(DRV(m, int, "smash", int)(8), 8);
	expect_fatal(DRV(m, int, "smash", int)(12));
	assert_int_equal(H.fault.kind, IMAGE_FAULT_FASTFAIL);
	assert_int_equal(H.fault.address, 2);
	assert_true(H.fault.depth >= 2);
	expect_fatal(DRV(m, int, "write_constant", void)()); /* .rdata is read only, .text too */
	assert_int_equal(H.fault.write, 1);
	expect_fatal(DRV(m, int, "write_code", void)());
	assert_int_equal(H.fault.write, 1);
	struct image_where w;
	image_where((char *)image_export_address(m, "smash") + 3, &w);
	assert_string_equal(w.symbol, "smash");
	assert_true(image_contains(cookie));
	image_unload(m);
}
static void signature(void **s)
{
	(void)s;
	struct image_info i;
	fresh();
	uint32_t dir[2] = {(uint32_t)size - 64, 64};
	memcpy(nt() + 24 + 112 + 4 * 8, dir, 8);
	assert_int_equal(image_inspect(copy, size, "x.sys", &i, NULL, NULL, &e), 0);
	assert_string_equal(i.signature, "present (not verified)");
	dir[1] = 65;
	memcpy(nt() + 24 + 112 + 4 * 8, dir, 8);
	assert_int_equal(image_inspect(copy, size, "x.sys", &i, NULL, NULL, &e), 0);
	assert_string_equal(i.signature, "broken (outside the file)");
}
static unsigned import_count;
static void import(void *ctx, const char *dll, const char *name)
{
	(void)ctx, (void)dll;
	import_count++;
	assert_true(name[0]);
}
static void have(void *ctx, const char *dll, const char *name, bool got)
{
	(void)dll, (void)name;
	++((unsigned *)ctx)[got];
}
static void inspect(void **s)
{
	(void)s;
	struct image_info i;
	fresh();
	assert_int_equal(image_inspect(copy, size, "a/b.sys", &i, import, NULL, &e), 0);
	assert_true(import_count >= 8);
	assert_int_equal(i.imports, import_count);
	assert_string_equal(i.name, "b.sys");
	struct image *m;
	unsigned n[2] = {0, 0};
	assert_int_equal(image_load(copy, size, "b.sys", &m, &e), 0);
	image_each_import(m, have, n);
	assert_int_equal(n[0], import_count);
	assert_int_equal(image_info(m)->imports_missing, import_count);
	image_unload(m);
	/* an import by ordinal keeps its number */
	import_count = 0;
}
/* An unsupported relocation type, one outside the image, one for 32 bits in an image that is not below 4 GiB. */
static void relocations(void **s)
{
	(void)s;
	fresh();
	uint8_t *sections = nt() + 24 + 240;
	unsigned n = nt()[6];
	uint8_t *reloc = NULL;
	for (unsigned i = 0; i < n; i++)
		if (!memcmp(sections + i * 40, ".reloc", 6))
			reloc = copy + u32(sections + i * 40 + 20);
	assert_non_null(reloc);
	uint8_t saved = reloc[9];
	reloc[9] = 0x50 | (saved & 15);
	assert_error("broken relocation of type 5");
	reloc[9] = 0x30 | (saved & 15);
	assert_error("relocation of type 3");
	reloc[9] = saved;
	reloc[2] = 0x7f;
	assert_error("broken relocation");
}
/* Thousands of loads: one place for all of them, and a count of what is not given back. */
static uint8_t *arena;
static int outstanding;
static void *arena_alloc(size_t n)
{
	if (outstanding++ || n > 4u << 20)
		return harness_alloc(n);
	return arena;
}
static void arena_free(void *p, size_t n)
{
	outstanding--;
	if (p != arena)
		harness_free(p, n);
}
static int use_arena(void **s)
{
	(void)s;
	if (!arena)
		arena = mmap(NULL, 4u << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	H.host.alloc = arena_alloc;
	H.host.free = arena_free;
	return 0;
}
static int leave_arena(void **s)
{
	(void)s;
	H.host.alloc = harness_alloc;
	H.host.free = harness_free;
	return outstanding;
}
static void truncation(void **s)
{
	(void)s;
	fresh();
	unsigned failed = 0, n = 0;
	for (size_t cut = 0; cut < size; cut += cut < 0x600 ? 1 : 97) {
		uint8_t *exact = malloc(cut ? cut : 1); /* so that ASan sees a read beyond */
		memcpy(exact, file, cut);
		struct image *m = NULL;
		n++;
		if (image_load(exact, cut, "cut.sys", &m, &e))
			failed++;
		image_unload(m);
		free(exact);
	}
	print_message("%u of %u truncated files refused\n", failed, n);
	assert_true(failed > n / 2);
}
static void headers(void **s)
{
	(void)s;
	fresh();
	static const uint8_t x[] = {0x01, 0x80, 0xff, 0x10};
	for (size_t at = 0; at < 0x300; at++)
		for (size_t k = 0; k < ARRAY_LEN(x); k++) {
			copy[at] ^= x[k];
			load_copy(size);
			copy[at] = file[at];
		}
}
static uint64_t seed = 1;
static uint32_t rnd(void)
{
	seed = seed * 6364136223846793005ull + 1442695040888963407ull;
	return (uint32_t)(seed >> 33);
}
/* Bytes of the tables: import, export, relocation, exception, resource, debug. */
static void tables(void **s)
{
	(void)s;
	for (int round = 0; round < 1500; round++) {
		fresh();
		for (int k = 0; k < 1 + round % 5; k++) {
			size_t at = 0x400 + rnd() % (size - 0x404);
			uint32_t v[] = {rnd(), 0, 0xffffffff, u32(copy + at) + 4, 0x80000000, rnd() & 0xfff};
			memcpy(copy + at, &v[rnd() % ARRAY_LEN(v)], 4);
		}
		load_copy(size);
	}
}
int main(void)
{
	static const struct image_export none[] = {{0}};
	harness_start(none);
	file = harness_read(FLUE_DRIVER_DIR "/image_calls.sys", &size);
	if (!file)
		return 1;
	copy = malloc(size);
	const struct CMUnitTest tests[] = {cmocka_unit_test(good),
	                                   cmocka_unit_test(kinds),
	                                   cmocka_unit_test(signature),
	                                   cmocka_unit_test(inspect),
	                                   cmocka_unit_test(relocations),
	                                   cmocka_unit_test_setup_teardown(truncation, use_arena, leave_arena),
	                                   cmocka_unit_test_setup_teardown(headers, use_arena, leave_arena),
	                                   cmocka_unit_test_setup_teardown(tables, use_arena, leave_arena)};
	return harness_end(cmocka_run_group_tests(tests, NULL, NULL));
}
