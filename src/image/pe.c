/*
 * The headers of a PE file and the errors that name what is wrong with it. Offsets are those of the PE specification; each is written once,
 * here.
 */
#include "image/pe.h"
#include <stdio.h>

static const char *machine_name(unsigned machine)
{
	switch (machine) {
	case 0x014c:
		return "32-bit x86";
	case 0x01c0:
	case 0x01c2:
	case 0x01c4:
		return "32-bit ARM";
	case 0xaa64:
		return "ARM64";
	case 0xa641:
		return "ARM64EC";
	case 0x0200:
		return "Itanium";
	case 0x5064:
		return "RISC-V";
	default:
		return NULL;
	}
}

static const char *subsystem_name(unsigned s)
{
	switch (s) {
	case 2:
		return "a Windows program";
	case 3:
		return "a console program";
	case 10:
	case 11:
	case 12:
	case 13:
		return "EFI firmware code";
	default:
		return "something else";
	}
}

/* What the file is when it isn't a PE file: the usual mistakes. */
static int not_pe(const struct pe *p, struct err *e)
{
	const uint8_t *f = p->file;
	size_t n = p->file_size;
	if (!n)
		return err_set(e, EINVAL, "%s: the file is empty", p->name);
	if (n >= 4 && !memcmp(f, "\177ELF", 4))
		return err_set(e, EINVAL, "%s: an ELF file, not a Windows driver; give the .sys file", p->name);
	if (n >= 4 && !memcmp(f, "MSCF", 4))
		return err_set(e, EINVAL, "%s: a cabinet archive; extract the .sys file from it first (cabextract)", p->name);
	if (n >= 4 && !memcmp(f, "PK\3\4", 4))
		return err_set(e, EINVAL, "%s: a zip archive; extract the .sys file from it first", p->name);
	if (n >= 2 && ((f[0] == 0xff && f[1] == 0xfe) || f[0] == '[' || f[0] == ';'))
		return err_set(e, EINVAL, "%s: a text file, perhaps an INF; give the .sys file (and this one with --inf)", p->name);
	return err_set(e, EINVAL, "%s: not a Windows driver (no MZ header)", p->name);
}

static int truncated(const struct pe *p, struct err *e, const char *what, uint64_t need)
{
	return err_set(e, EINVAL, "%s: truncated: %s needs %llu bytes, the file has %zu; get an intact copy", p->name, what,
	               (unsigned long long)need, p->file_size);
}

static int parse_sections(struct pe *p, uint64_t table, unsigned count, struct err *e)
{
	if (!count || count > PE_MAX_SECTIONS)
		return err_set(e, EINVAL, "%s: broken header: %u sections", p->name, count);
	if (table + count * 40ull > p->file_size)
		return truncated(p, e, "its section table", table + count * 40ull);
	uint64_t end = p->headers_size;
	for (unsigned i = 0; i < count; i++) {
		const uint8_t *s = p->file + table + i * 40ull;
		struct pe_section *o = &p->section[i];
		for (int c = 0; c < 8 && s[c]; c++)
			o->name[c] = s[c] >= 32 && s[c] < 127 ? (char)s[c] : '?';
		o->vsize = pe_u32(s + 8);
		o->rva = pe_u32(s + 12);
		o->raw_size = pe_u32(s + 16);
		o->raw = pe_u32(s + 20);
		o->flags = pe_u32(s + 36);
		if (!o->vsize)
			o->vsize = o->raw_size;
		if (o->raw_size > o->vsize)
			o->raw_size = o->vsize; /* the rest is file alignment */
		if (!o->raw)
			o->raw_size = 0;
		if (o->rva % p->alignment || o->rva < end || (uint64_t)o->rva + o->vsize > p->image_size)
			return err_set(e, EINVAL,
			               "%s: broken header: section %s (%#x + %#x) is misaligned, overlaps, or exceeds the image (%#x)",
			               p->name, o->name, o->rva, o->vsize, p->image_size);
		if ((uint64_t)o->raw + o->raw_size > p->file_size) {
			char what[40];
			snprintf(what, sizeof(what), "section %s", o->name);
			return truncated(p, e, what, (uint64_t)o->raw + o->raw_size);
		}
		end = (uint64_t)o->rva + o->vsize;
	}
	p->sections = count;
	return 0;
}

int pe_parse(struct pe *p, const void *file, size_t bytes, const char *name, struct err *e)
{
	memset(p, 0, sizeof(*p));
	p->name = name ? name : "driver";
	p->file = file;
	p->file_size = bytes;
	const uint8_t *f = file;
	if (bytes < 2 || f[0] != 'M' || f[1] != 'Z')
		return not_pe(p, e);
	if (bytes < 64)
		return truncated(p, e, "the MZ header", 64);
	uint64_t at = pe_u32(f + 60);
	if (at + 24 > bytes)
		return truncated(p, e, "the PE header", at + 24);
	const uint8_t *h = f + at;
	if (memcmp(h, "PE\0\0", 4))
		return err_set(e, EINVAL, "%s: %s, not a Windows NT driver", p->name,
		               !memcmp(h, "NE", 2) || !memcmp(h, "LE", 2) ? "a 16-bit Windows or VxD file" : "a DOS program");
	unsigned machine = pe_u16(h + 4), count = pe_u16(h + 6), optional = pe_u16(h + 20);
	p->timestamp = pe_u32(h + 8);
	p->characteristics = pe_u16(h + 22);
	if (machine != 0x8664) {
		const char *m = machine_name(machine);
		if (m)
			return err_set(e, EINVAL, "%s: %s driver; Flue runs x64 (amd64) drivers only: give the x64 build", p->name, m);
		return err_set(e, EINVAL, "%s: built for machine type %#06x; Flue runs x64 (0x8664) drivers only", p->name, machine);
	}
	if (at + 24 + optional > bytes)
		return truncated(p, e, "the optional header", at + 24 + optional);
	const uint8_t *o = h + 24;
	if (optional < 112 || pe_u16(o) != 0x20b)
		return err_set(e, EINVAL, "%s: not PE32+ (optional header magic %#x, %u bytes): not a loadable x64 driver", p->name,
		               optional >= 2 ? pe_u16(o) : 0, optional);
	p->entry = pe_u32(o + 16);
	p->base = pe_u64(o + 24);
	p->alignment = pe_u32(o + 32);
	p->subsystem_major = pe_u16(o + 48);
	p->subsystem_minor = pe_u16(o + 50);
	p->image_size = pe_u32(o + 56);
	p->headers_size = pe_u32(o + 60);
	p->checksum = pe_u32(o + 64);
	p->subsystem = pe_u16(o + 68);
	uint32_t dirs = pe_u32(o + 108);
	for (unsigned i = 0; i < PE_DIRS && i < dirs && 112 + i * 8 + 8 <= optional; i++) {
		p->dir[i].rva = pe_u32(o + 112 + i * 8);
		p->dir[i].size = pe_u32(o + 112 + i * 8 + 4);
	}
	p->symbols = pe_u32(h + 12);
	p->symbol_count = pe_u32(h + 16);
	if (!p->image_size || p->image_size > PE_MAX_IMAGE)
		return err_set(e, EINVAL, "%s: absurd image size %u (limit %u MiB): the header is damaged", p->name, p->image_size,
		               PE_MAX_IMAGE >> 20);
	if (!p->alignment || (p->alignment & (p->alignment - 1)) || p->alignment > (1u << 20))
		return err_set(e, EINVAL, "%s: broken header: section alignment %#x", p->name, p->alignment);
	if (p->headers_size > p->image_size)
		return err_set(e, EINVAL, "%s: broken header: headers of %#x bytes in an image of %#x", p->name, p->headers_size,
		               p->image_size);
	if (p->headers_size > bytes)
		return truncated(p, e, "its headers", p->headers_size);
	int rc = parse_sections(p, at + 24 + optional, count, e);
	if (rc)
		return rc;
	if (p->dir[PE_CLR].rva)
		return err_set(e, EINVAL, "%s: a .NET assembly, not a kernel driver", p->name);
	if (p->subsystem != 1)
		return err_set(e, EINVAL, "%s: %s (subsystem %u), not a kernel driver (subsystem native)", p->name,
		               subsystem_name(p->subsystem), p->subsystem);
	const struct pe_section *s = pe_section_of(p, p->entry);
	if (!p->entry)
		return err_set(e, EINVAL, "%s: no entry point: a resource or export library, not a driver", p->name);
	if (!s || !(s->flags & (PE_SCN_EXECUTE | PE_SCN_CODE)))
		return err_set(e, EINVAL, "%s: broken header: the entry point %#x is not in a section with code", p->name, p->entry);
	if (p->entry - s->rva >= s->raw_size)
		return err_set(e, EINVAL,
		               "%s: the entry point is in section %s where the file has no bytes: packed? give the unpacked driver",
		               p->name, s->name);
	if (p->characteristics & 1)
		return err_set(e, EINVAL,
		               "%s: has no relocations (linked /FIXED): it can't be moved to where memory is; link it with /DYNAMICBASE",
		               p->name);
	return 0;
}

const struct pe_section *pe_section_of(const struct pe *p, uint32_t rva)
{
	for (unsigned i = 0; i < p->sections; i++)
		if (rva >= p->section[i].rva && rva - p->section[i].rva < p->section[i].vsize)
			return &p->section[i];
	return NULL;
}

const void *pe_at(const struct pe *p, uint32_t rva, size_t bytes)
{
	uint64_t end = (uint64_t)rva + bytes;
	if (p->mapped)
		return end <= p->image_size ? p->mapped + rva : NULL;
	if (end <= p->headers_size)
		return end <= p->file_size ? p->file + rva : NULL;
	const struct pe_section *s = pe_section_of(p, rva);
	if (!s || end - s->rva > s->raw_size)
		return NULL;
	return p->file + s->raw + (rva - s->rva);
}

const char *pe_string(const struct pe *p, uint32_t rva)
{
	const char *s = pe_at(p, rva, 1);
	for (uint32_t n = 0; s && n < 512; n++) {
		if (!pe_at(p, rva, n + 1ull))
			return NULL;
		if (!s[n])
			return s;
	}
	return NULL;
}
