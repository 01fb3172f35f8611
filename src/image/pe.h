/*
 * pe: the PE32+ file format, bounds-checked. The only code that reads bytes of a driver file; everything else asks it.
 *
 * A struct pe is a view, either of the file as it lies on disk or (after image_load mapped it) of the image in memory. pe_at() is the one
 * place where an RVA becomes a pointer: it returns NULL for every range that is not wholly inside. Numbers of the file are never trusted to
 * be aligned, ordered or consistent. Format: "PE Format", Microsoft public specification.
 */
#pragma once
#include "base/base.h"
#include <string.h>

#define PE_MAX_SECTIONS 96
#define PE_MAX_IMAGE    (256u << 20) /* larger than any driver; keeps a hostile SizeOfImage from eating RAM */
#define PE_PAGE         4096u

enum pe_dir {
	PE_EXPORT,
	PE_IMPORT,
	PE_RESOURCE,
	PE_EXCEPTION,
	PE_SECURITY,
	PE_BASERELOC,
	PE_DEBUG,
	PE_LOADCONFIG = 10,
	PE_DELAYIMPORT = 13,
	PE_CLR = 14,
	PE_DIRS = 16
};

#define PE_SCN_CODE    0x00000020u
#define PE_SCN_EXECUTE 0x20000000u
#define PE_SCN_READ    0x40000000u
#define PE_SCN_WRITE   0x80000000u

struct pe_section {
	char name[9];
	uint32_t rva, vsize;    /* vsize: as mapped, never 0 unless the section is empty */
	uint32_t raw, raw_size; /* bytes of the file behind it, clipped to vsize */
	uint32_t flags;
};

struct pe {
	const char *name; /* for error texts */
	const uint8_t *file;
	size_t file_size;
	const uint8_t *mapped; /* NULL while only the file is there */
	uint64_t base;         /* preferred */
	uint32_t image_size, headers_size, entry, alignment;
	uint32_t checksum, timestamp;
	uint16_t characteristics, subsystem, subsystem_major, subsystem_minor;
	uint32_t symbols, symbol_count; /* COFF symbol table: file offset, entries; 0 if none */
	unsigned sections;
	struct pe_section section[PE_MAX_SECTIONS];
	struct {
		uint32_t rva, size;
	} dir[PE_DIRS];
};

/* Reads and checks the headers. `file` must stay while the view is used unmapped. */
int pe_parse(struct pe *p, const void *file, size_t bytes, const char *name, struct err *e);
const void *pe_at(const struct pe *p, uint32_t rva, size_t bytes);
const char *pe_string(const struct pe *p, uint32_t rva); /* NULL unless it ends inside, at most 512 characters */
const struct pe_section *pe_section_of(const struct pe *p, uint32_t rva);

/* Calls fn for every import slot; name is "#123" for an import by ordinal. slot_rva: the IAT entry. fn returns <0 to stop; that is
 * returned. */
typedef int pe_import_fn(void *ctx, const char *dll, const char *name, uint32_t slot_rva);
int pe_each_import(const struct pe *p, pe_import_fn *fn, void *ctx, struct err *e);
/* Calls fn for every named export of code or data (forwarders are skipped). */
void pe_each_export(const struct pe *p, void (*fn)(void *ctx, const char *name, uint32_t rva), void *ctx);
/* Calls fn for every base relocation: type (4 bits) and the rva it applies to; `extra` is the next slot's 16 bits (HIGHADJ). */
int pe_each_reloc(const struct pe *p, int (*fn)(void *ctx, unsigned type, uint32_t rva), void *ctx, struct err *e);
/* COFF symbols of functions and data (lld-link /debug:symtab, MinGW): file view only. */
void pe_each_symbol(const struct pe *p, void (*fn)(void *ctx, const char *name, uint32_t rva), void *ctx);

struct pe_codeview {
	uint8_t guid[16];
	uint32_t age;
	char name[128];
};
bool pe_codeview(const struct pe *p, struct pe_codeview *cv);
bool pe_file_version(const struct pe *p, char *out, size_t max);
/* What kind of driver this is, as far as its imports tell: 0, or the error that names why Flue can't run it. */
int pe_check_kind(const struct pe *p, struct err *e);

static inline uint16_t pe_u16(const void *p)
{
	uint16_t v;
	memcpy(&v, p, sizeof(v));
	return v;
}
static inline uint32_t pe_u32(const void *p)
{
	uint32_t v;
	memcpy(&v, p, sizeof(v));
	return v;
}
static inline uint64_t pe_u64(const void *p)
{
	uint64_t v;
	memcpy(&v, p, sizeof(v));
	return v;
}
