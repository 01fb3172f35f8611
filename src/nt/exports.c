/*
 * The export tables of the executive, and the search over every module's table.
 *
 * exports_core.def and exports_exec.def hold one line per export:
 *
 *   FN(name, dll, max_irql, flags)                 a function implemented under its Windows name
 *   FN_AS(name, implementation, dll, max_irql, flags)   the same under another symbol (C runtime: nt_crt_*)
 *   FN_MIN(name, dll, max_irql, min_irql, flags)   one with a lower limit (callers must be at DISPATCH_LEVEL)
 *   VAR(name, variable, dll)                       an exported variable
 *
 * dll: NT or HAL (one name space for lookups). max_irql: 0 PASSIVE, 1 APC, 2 DISPATCH, 15 HIGH, ANY = no limit (facts/irql.tsv). flags: 0,
 * or QUIET for what would drown the trace (locks, lists, strings, memory).
 *
 * This file includes no DDI header on purpose: it needs addresses only, so each symbol is declared as bytes under its own assembler name.
 */
#include "image/image.h"
#include "nt/exports.h"
#include <pthread.h>
#include <string.h>
#include <strings.h>

#define NT    "ntoskrnl.exe"
#define HAL   "HAL.dll"
#define ANY   IMAGE_IRQL_ANY
#define QUIET 1

#define FN(name, dll, max, flags)          extern const char x_##name[] __asm__(#name);
#define FN_AS(name, impl, dll, max, flags) extern const char x_##name[] __asm__(#impl);
#define FN_MIN(name, dll, max, min, flags) extern const char x_##name[] __asm__(#name);
#define VAR(name, variable, dll)           extern const char x_##name[] __asm__(#variable);
#include "exports_exec.def"
#if __has_include("exports_core.def")
#include "exports_core.def"
#endif
#undef FN
#undef FN_AS
#undef FN_MIN
#undef VAR

#define FN(n, d, max, flags)          {.dll = d, .name = #n, .address = (void *)x_##n, .max_irql = max, .quiet = flags},
#define FN_AS(n, impl, d, max, flags) {.dll = d, .name = #n, .address = (void *)x_##n, .max_irql = max, .quiet = flags},
#define FN_MIN(n, d, max, min, flags) {.dll = d, .name = #n, .address = (void *)x_##n, .max_irql = max, .min_irql = min, .quiet = flags},
#define VAR(n, variable, d)           {.dll = d, .name = #n, .address = (void *)x_##n, .max_irql = ANY, .data = 1, .quiet = 1},
const struct image_export nt_exports[] = {
#include "exports_exec.def"
#if __has_include("exports_core.def")
#include "exports_core.def"
#endif
        {0},
};

#define TABLES  16
#define BUCKETS 8192
static const struct image_export *tables[TABLES];
static unsigned table_count;
/* Open addressing over names; a name that two dlls export has two entries. Lookups run only at load and in MmGetSystemRoutineAddress. */
static const struct image_export *buckets[BUCKETS];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static uint32_t hash(const char *s)
{
	uint32_t h = 2166136261u;
	while (*s)
		h = (h ^ (uint8_t)*s++) * 16777619u;
	return h;
}

void nt_exports_add(const struct image_export *table)
{
	pthread_mutex_lock(&lock);
	for (unsigned i = 0; i < table_count; i++)
		if (tables[i] == table)
			goto out;
	if (table_count == TABLES)
		goto out;
	tables[table_count++] = table;
	for (const struct image_export *x = table; x->name; x++) {
		uint32_t i = hash(x->name);
		while (buckets[i % BUCKETS])
			i++;
		buckets[i % BUCKETS] = x;
	}
out:
	pthread_mutex_unlock(&lock);
}

static bool is_kernel(const char *dll)
{
	return !strcasecmp(dll, NT) || !strcasecmp(dll, HAL) || !strcasecmp(dll, "ntkrnlmp.exe");
}

/* A dll that no table provides (WMILIB.SYS, ...) never matches by name alone: its functions may mean something else. */
static bool dll_fits(const char *have, const char *want)
{
	return !want || !have || !strcasecmp(have, want) || (is_kernel(have) && is_kernel(want));
}

const struct image_export *nt_export_find(const char *dll, const char *name)
{
	const struct image_export *found = NULL;
	nt_exports_add(nt_exports);
	for (uint32_t i = hash(name); buckets[i % BUCKETS]; i++) {
		const struct image_export *x = buckets[i % BUCKETS];
		if (!strcmp(x->name, name) && dll_fits(x->dll, dll)) {
			found = x;
			break;
		}
	}
	return found;
}
