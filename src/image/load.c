/*
 * Mapping an image: check, allocate, copy, relocate, bind, patch, protect, register.
 *
 * One allocation holds the image and, after it, what we add: import stubs and patch stubs (execute only) and a page range that is never
 * accessible, 16 bytes per missing import. So everything is within the +-2 GiB that a relative jump reaches, and everything has a physical
 * address.
 *
 * Loaded images are in a small table of fixed size that is read without locks (from signal handlers too) and written under one mutex.
 */
#include "image/internal.h"
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

const struct image_host *image_host_current;
static _Atomic(struct image *) images[IMAGE_MAX];
static pthread_mutex_t images_lock = PTHREAD_MUTEX_INITIALIZER;

struct image *image_find(uint64_t address)
{
	for (unsigned i = 0; i < IMAGE_MAX; i++) {
		struct image *m = atomic_load_explicit(&images[i], memory_order_acquire);
		if (m && address - (uint64_t)m->base < m->bytes)
			return m;
	}
	return NULL;
}

bool image_contains(const void *address)
{
	return image_find((uint64_t)address) != NULL;
}

bool image_in_code(const struct image *m, uint64_t address)
{
	const struct pe_section *s = pe_section_of(&m->pe, (uint32_t)(address - (uint64_t)m->base));
	return address - (uint64_t)m->base < m->pe.image_size && s && (s->flags & PE_SCN_EXECUTE);
}

static int register_image(struct image *m, struct err *e)
{
	int rc = -1;
	pthread_mutex_lock(&images_lock);
	for (unsigned i = 0; i < IMAGE_MAX && rc; i++)
		if (!atomic_load(&images[i])) {
			atomic_store_explicit(&images[i], m, memory_order_release);
			rc = 0;
		}
	pthread_mutex_unlock(&images_lock);
	return rc ? err_set(e, ENOSPC, "%s: more than %d driver images loaded", m->info.name, IMAGE_MAX) : 0;
}

static void unregister_image(struct image *m)
{
	pthread_mutex_lock(&images_lock);
	for (unsigned i = 0; i < IMAGE_MAX; i++)
		if (atomic_load(&images[i]) == m)
			atomic_store(&images[i], NULL);
	pthread_mutex_unlock(&images_lock);
}

static int relocate_one(void *ctx, unsigned type, uint32_t rva)
{
	struct image *m = ctx;
	uint64_t delta = (uint64_t)m->base - m->pe.base, v;
	static const uint8_t width[] = {0, 2, 2, 4, [10] = 8};
	if (type >= ARRAY_LEN(width) || (type && !width[type]))
		return -ENOTSUP;
	if (!type)
		return 0;
	uint8_t *at = (uint8_t *)(uintptr_t)pe_at(&m->pe, rva, width[type]);
	if (!at)
		return -EINVAL;
	switch (type) {
	case 10: /* DIR64 */
		v = pe_u64(at) + delta;
		memcpy(at, &v, 8);
		return 0;
	case 3: /* HIGHLOW: a 32-bit address; can only be right if the image stays where 32 bits reach */
		v = pe_u32(at) + delta;
		if (v >> 32)
			return -ENOTSUP;
		memcpy(at, &v, 4);
		return 0;
	case 1: /* HIGH: the upper half of a 32-bit address */
		v = ((uint64_t)pe_u16(at) << 16) + delta;
		v >>= 16;
		memcpy(at, &v, 2);
		return 0;
	default: /* LOW */
		v = pe_u16(at) + delta;
		memcpy(at, &v, 2);
		return 0;
	}
}

/* Windows 8 and later seed the cookie in the loader, and entry stubs built since then fail fast on the default value; older stubs seed it
 * themselves only if they find the default. So: seed exactly when it is the default. Load configuration: offset 88, SecurityCookie (a VA,
 * relocated). */
static void seed_cookie(struct image *m)
{
	const uint8_t *lc = m->pe.dir[PE_LOADCONFIG].rva ? pe_at(&m->pe, m->pe.dir[PE_LOADCONFIG].rva, 96) : NULL;
	if (!lc || pe_u32(lc) < 96)
		return;
	uint64_t va = pe_u64(lc + 88) - (uint64_t)m->base;
	uint8_t *cookie = va < m->pe.image_size ? (uint8_t *)(uintptr_t)pe_at(&m->pe, (uint32_t)va, 8) : NULL;
	if (!cookie || pe_u64(cookie) != 0x00002B992DDFA232ull)
		return;
	uint64_t v = clock_mono_ns() * 0x9E3779B97F4A7C15ull ^ (uint64_t)m->base;
	v = (v ^ v >> 29) & 0x0000ffffffffffffull; /* the upper 16 bits of a cookie are zero */
	if (v == 0x00002B992DDFA232ull || !v)
		v++;
	memcpy(cookie, &v, 8);
}

static int protect(struct image *m, struct err *e)
{
	const struct pe *p = &m->pe;
	if (p->alignment < PE_PAGE) {
		/* Linked with an alignment below a page: sections share pages, so Windows too gives them all of read, write and execute. */
		if (mprotect(m->base, m->stubs, PROT_READ | PROT_WRITE | PROT_EXEC))
			goto failed;
	} else {
		if (mprotect(m->base, m->stubs, PROT_READ))
			goto failed;
		for (unsigned i = 0; i < p->sections; i++) {
			const struct pe_section *s = &p->section[i];
			int prot = PROT_READ | (s->flags & PE_SCN_WRITE ? PROT_WRITE : 0) | (s->flags & PE_SCN_EXECUTE ? PROT_EXEC : 0);
			if (s->vsize && mprotect(m->base + s->rva, ALIGN_UP_TO((size_t)s->vsize, PE_PAGE), prot))
				goto failed;
		}
	}
	if (m->traps > m->stubs && mprotect(m->base + m->stubs, m->traps - m->stubs, PROT_READ | PROT_EXEC))
		goto failed;
	if (m->bytes > m->traps && mprotect(m->base + m->traps, m->bytes - m->traps, PROT_NONE))
		goto failed;
	return 0;
failed:
	return err_set(e, errno, "%s: the kernel does not let driver memory be executable: %s", m->info.name, strerror(errno));
}

static void fill_info(struct image *m, const struct pe *p, struct image_info *info, const char *name)
{
	const char *slash = strrchr(name, '/');
	struct pe_codeview cv;
	snprintf(info->name, sizeof(info->name), "%s", slash ? slash + 1 : name);
	info->size = p->image_size;
	info->checksum = p->checksum;
	info->timestamp = p->timestamp;
	info->subsystem_major = p->subsystem_major;
	info->subsystem_minor = p->subsystem_minor;
	if (m) {
		info->base = m->base;
		info->entry = m->base + p->entry;
	}
	if (pe_codeview(p, &cv)) {
		memcpy(info->pdb_guid, cv.guid, 16);
		info->pdb_age = cv.age;
		snprintf(info->pdb_name, sizeof(info->pdb_name), "%s", cv.name);
	}
	pe_file_version(p, info->file_version, sizeof(info->file_version));
	uint64_t sig = p->dir[PE_SECURITY].rva, sig_size = p->dir[PE_SECURITY].size; /* a file offset, by way of exception */
	snprintf(info->signature, sizeof(info->signature), "%s",
	         !sig || !sig_size               ? "none"
	         : sig + sig_size > p->file_size ? "broken (outside the file)"
	                                         : "present (not verified)");
}

static int count_import(void *ctx, const char *dll, const char *name, uint32_t slot)
{
	size_t *n = ctx; /* imports, bytes of their names */
	(void)slot;
	n[0]++;
	n[1] += strlen(dll) + strlen(name) + 2;
	return 0;
}

static void count_symbol(void *ctx, const char *name, uint32_t rva)
{
	size_t *n = ctx;
	(void)rva;
	n[0]++;
	n[1] += strlen(name) + 1;
}

static const char *keep(struct image *m, const char *s)
{
	size_t n = strlen(s) + 1;
	char *at = m->strings + m->strings_used;
	if (m->strings_used + n > m->strings_size)
		return "?";
	memcpy(at, s, n);
	m->strings_used += n;
	return at;
}

static int add_import(void *ctx, const char *dll, const char *name, uint32_t slot)
{
	struct image *m = ctx;
	m->imports[m->import_count++] = (struct image_import){.dll = keep(m, dll), .name = keep(m, name), .slot = slot};
	return 0;
}

static void add_symbol(void *ctx, const char *name, uint32_t rva)
{
	struct image *m = ctx;
	m->symbols[m->symbol_count++] = (struct image_symbol){.rva = rva, .name = keep(m, name)};
}

static int symbol_order(const void *a, const void *b)
{
	const struct image_symbol *x = a, *y = b;
	return x->rva < y->rva ? -1 : x->rva > y->rva;
}

static void image_free(struct image *m)
{
	if (m->base) {
		/* Give the pages back as they were given: plain memory. */
		mprotect(m->base, m->bytes, PROT_READ | PROT_WRITE);
		if (host->free)
			host->free(m->base, m->bytes);
	}
	free(m->imports);
	free(m->symbols);
	free(m->strings);
	free(m->moved);
	free(m);
}

/* Copies names of imports and symbols out of the file: the driver may overwrite its own. */
static int read_tables(struct image *m, const struct pe *p, struct err *e)
{
	size_t imports[2] = {0, 0}, symbols[2] = {0, 0};
	int rc = pe_each_import(p, count_import, imports, e);
	if (rc)
		return rc;
	pe_each_export(p, count_symbol, symbols);
	pe_each_symbol(p, count_symbol, symbols);
	m->imports = calloc(imports[0] + 1, sizeof(*m->imports));
	m->symbols = calloc(symbols[0] + 1, sizeof(*m->symbols));
	m->strings_size = imports[1] + symbols[1] + 1;
	m->strings = malloc(m->strings_size);
	if (!m->imports || !m->symbols || !m->strings)
		return err_set(e, ENOMEM, "%s: out of memory", p->name);
	pe_each_import(p, add_import, m, NULL);
	pe_each_export(p, add_symbol, m);
	pe_each_symbol(p, add_symbol, m);
	qsort(m->symbols, m->symbol_count, sizeof(*m->symbols), symbol_order);
	return 0;
}

int image_load(const void *file, size_t bytes, const char *name, struct image **out, struct err *e)
{
	struct pe p;
	int rc = pe_parse(&p, file, bytes, name, e);
	if (!rc)
		rc = pe_check_kind(&p, e);
	if (rc)
		return rc;
	struct image *m = calloc(1, sizeof(*m));
	if (!m)
		return err_set(e, ENOMEM, "%s: out of memory", name);
	rc = read_tables(m, &p, e);
	if (rc)
		goto failed;
	m->stubs = ALIGN_UP_TO((size_t)p.image_size, PE_PAGE);
	m->patches = m->stubs + ALIGN_UP_TO((size_t)m->import_count * IMAGE_STUB_BYTES, PE_PAGE);
	m->traps = m->patches + ALIGN_UP_TO(image_patch_bound(&p), PE_PAGE);
	m->bytes = m->traps + ALIGN_UP_TO((size_t)m->import_count * IMAGE_TRAP_BYTES, PE_PAGE);
	m->base = host->alloc(m->bytes);
	if (!m->base) {
		rc = err_set(e, ENOMEM, "%s: no room for an image of %zu KiB; give the machine more memory (--ram)", p.name,
		             m->bytes >> 10);
		goto failed;
	}
	memset(m->base, 0, m->traps);
	memcpy(m->base, p.file, p.headers_size);
	for (unsigned i = 0; i < p.sections; i++)
		memcpy(m->base + p.section[i].rva, p.file + p.section[i].raw, p.section[i].raw_size);
	fill_info(m, &p, &m->info, name);
	m->pe = p;
	m->pe.file = NULL;
	m->pe.mapped = m->base;
	m->pe.name = m->info.name;
	rc = pe_each_reloc(&p, relocate_one, m, e); /* the table as the file has it: a hostile one could relocate itself */
	if (rc)
		goto failed;
	seed_cookie(m);
	m->function_count = p.dir[PE_EXCEPTION].size / sizeof(struct win_function);
	m->functions = pe_at(&m->pe, p.dir[PE_EXCEPTION].rva, (size_t)m->function_count * sizeof(struct win_function));
	if (!m->functions || !p.dir[PE_EXCEPTION].rva)
		m->function_count = 0;
	rc = image_bind(m, e);
	if (!rc)
		rc = image_patch(m, e);
	if (!rc)
		rc = protect(m, e);
	if (!rc)
		rc = register_image(m, e);
	if (rc)
		goto failed;
	*out = m;
	return 0;
failed:
	image_free(m);
	return rc;
}

void image_unload(struct image *m)
{
	if (!m)
		return;
	unregister_image(m);
	image_free(m);
}

const struct image_info *image_info(const struct image *m)
{
	return &m->info;
}

struct lookup {
	const char *name;
	uint32_t rva;
	bool found;
};

static void match_export(void *ctx, const char *name, uint32_t rva)
{
	struct lookup *l = ctx;
	if (!l->found && !strcmp(name, l->name)) {
		l->found = true;
		l->rva = rva;
	}
}

void *image_export_address(const struct image *m, const char *name)
{
	struct lookup l = {.name = name};
	pe_each_export(&m->pe, match_export, &l);
	return l.found ? m->base + l.rva : NULL;
}

void image_each_import(const struct image *m, void (*fn)(void *ctx, const char *dll, const char *name, bool have), void *ctx)
{
	for (unsigned i = 0; i < m->import_count; i++)
		fn(ctx, m->imports[i].dll, m->imports[i].name, m->imports[i].export != NULL);
}

struct inspect {
	void (*fn)(void *ctx, const char *dll, const char *name);
	void *ctx;
	struct image_info *info;
};

static int inspect_import(void *ctx, const char *dll, const char *name, uint32_t slot)
{
	struct inspect *i = ctx;
	(void)slot;
	if (i->info)
		i->info->imports++;
	if (i->fn)
		i->fn(i->ctx, dll, name);
	return 0;
}

static int check_reloc(void *ctx, unsigned type, uint32_t rva)
{
	(void)ctx;
	(void)rva;
	return type == 0 || type == 1 || type == 2 || type == 3 || type == 10 ? 0 : -ENOTSUP;
}

int image_inspect(const void *file, size_t bytes, const char *name, struct image_info *info,
                  void (*import)(void *ctx, const char *dll, const char *name), void *ctx, struct err *e)
{
	struct pe p;
	struct image_info scratch;
	if (!info)
		info = &scratch;
	memset(info, 0, sizeof(*info));
	int rc = pe_parse(&p, file, bytes, name, e);
	if (rc)
		return rc;
	fill_info(NULL, &p, info, name);
	struct inspect i = {.fn = import, .ctx = ctx, .info = info};
	rc = pe_each_import(&p, inspect_import, &i, e);
	if (!rc)
		rc = pe_each_reloc(&p, check_reloc, NULL, e);
	if (!rc)
		rc = pe_check_kind(&p, e); /* last: `flue imports` lists what a KMDF driver needs, too */
	return rc;
}
