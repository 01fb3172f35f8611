/*
 * The tables of a PE image: imports, exports, relocations, debug record, version resource, COFF symbols. Every loop is bounded by the size
 * of what it walks in, so that a hostile file costs little time: at most PE_MAX_IMPORTS imports and one pass over each directory.
 */
#include "image/pe.h"
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

#define PE_MAX_DLLS    256u
#define PE_MAX_IMPORTS 16384u

int pe_each_import(const struct pe *p, pe_import_fn *fn, void *ctx, struct err *e)
{
	uint32_t rva = p->dir[PE_IMPORT].rva, total = 0;
	if (!rva)
		return 0;
	for (unsigned d = 0;; d++, rva += 20) {
		const uint8_t *desc = pe_at(p, rva, 20);
		if (!desc)
			return err_set(e, EINVAL, "%s: broken import table: descriptor %u is outside the file", p->name, d);
		uint32_t lookup = pe_u32(desc), name = pe_u32(desc + 12), iat = pe_u32(desc + 16);
		if (!name || !iat)
			return 0;
		if (d == PE_MAX_DLLS)
			return err_set(e, EINVAL, "%s: broken import table: more than %u modules", p->name, PE_MAX_DLLS);
		const char *dll = pe_string(p, name);
		if (!dll)
			return err_set(e, EINVAL, "%s: broken import table: the name of module %u is outside the file", p->name, d);
		if (!lookup)
			lookup = iat;
		for (uint32_t i = 0;; i++) {
			const uint8_t *t = i < PE_MAX_IMPORTS ? pe_at(p, lookup + i * 8, 8) : NULL;
			uint64_t v = t ? pe_u64(t) : 0;
			if (!t || (v && ++total > PE_MAX_IMPORTS))
				return err_set(e, EINVAL, "%s: broken import table: the list of %s does not end", p->name, dll);
			if (!v)
				break;
			if (!pe_at(p, iat + i * 8, 8))
				return err_set(e, EINVAL, "%s: broken import table: the address table of %s is outside the file", p->name,
				               dll);
			char ordinal[16];
			const char *symbol;
			if (v >> 63) {
				snprintf(ordinal, sizeof(ordinal), "#%u", (unsigned)(v & 0xffff));
				symbol = ordinal;
			} else {
				symbol = v < UINT32_MAX - 2 ? pe_string(p, (uint32_t)v + 2) : NULL;
				if (!symbol)
					return err_set(e, EINVAL, "%s: broken import table: a name imported from %s is outside the file",
					               p->name, dll);
			}
			int rc = fn(ctx, dll, symbol, iat + i * 8);
			if (rc < 0)
				return rc;
		}
	}
}

void pe_each_export(const struct pe *p, void (*fn)(void *ctx, const char *name, uint32_t rva), void *ctx)
{
	uint32_t dir = p->dir[PE_EXPORT].rva, size = p->dir[PE_EXPORT].size;
	const uint8_t *d = dir ? pe_at(p, dir, 40) : NULL;
	if (!d)
		return;
	uint32_t count = pe_u32(d + 20), names = pe_u32(d + 24), functions = pe_u32(d + 28), name_table = pe_u32(d + 32),
	         ordinals = pe_u32(d + 36);
	for (uint32_t i = 0; i < names && i < 65536; i++) {
		const uint8_t *n = pe_at(p, name_table + i * 4, 4), *o = pe_at(p, ordinals + i * 2, 2);
		if (!n || !o)
			return;
		uint32_t index = pe_u16(o);
		const uint8_t *f = index < count ? pe_at(p, functions + index * 4, 4) : NULL;
		const char *name = pe_string(p, pe_u32(n));
		if (!f || !name)
			continue;
		uint32_t rva = pe_u32(f);
		if (rva >= p->image_size || (rva >= dir && rva - dir < size))
			continue; /* a forwarder is a string inside the directory */
		fn(ctx, name, rva);
	}
}

int pe_each_reloc(const struct pe *p, int (*fn)(void *ctx, unsigned type, uint32_t rva), void *ctx, struct err *e)
{
	uint32_t rva = p->dir[PE_BASERELOC].rva, left = p->dir[PE_BASERELOC].size;
	while (rva && left >= 8) {
		const uint8_t *b = pe_at(p, rva, 8);
		uint32_t page = b ? pe_u32(b) : 0, size = b ? pe_u32(b + 4) : 0;
		if (b && !size)
			break; /* padding */
		if (!b || size < 8 || size > left || !pe_at(p, rva, size))
			return err_set(e, EINVAL, "%s: broken relocation table at %#x", p->name, rva);
		for (uint32_t i = 8; i + 2 <= size; i += 2) {
			unsigned v = pe_u16(b + i);
			int rc = fn(ctx, v >> 12, page + (v & 0xfff));
			if (rc < 0)
				return err_set(e, -rc, "%s: broken relocation of type %u at %#x", p->name, v >> 12, page + (v & 0xfff));
		}
		rva += size;
		left -= size;
	}
	return 0;
}

void pe_each_symbol(const struct pe *p, void (*fn)(void *ctx, const char *name, uint32_t rva), void *ctx)
{
	uint64_t table = p->symbols, strings = table + p->symbol_count * 18ull;
	if (!table || !p->symbol_count || p->symbol_count > 1u << 20 || strings + 4 > p->file_size)
		return;
	uint64_t strings_size = pe_u32(p->file + strings);
	if (strings + strings_size > p->file_size)
		strings_size = p->file_size - strings;
	for (uint32_t i = 0; i < p->symbol_count; i++) {
		const uint8_t *s = p->file + table + i * 18ull;
		uint32_t value = pe_u32(s + 8);
		uint16_t section = pe_u16(s + 12);
		uint8_t storage = s[16], aux = s[17];
		char shortname[9] = "";
		const char *name = shortname;
		if (pe_u32(s)) {
			memcpy(shortname, s, 8);
		} else {
			uint64_t off = pe_u32(s + 4);
			if (off >= strings_size || !memchr(p->file + strings + off, 0, strings_size - off))
				name = NULL;
			else
				name = (const char *)p->file + strings + off;
		}
		/* external (2) or static (3) symbols of a section, but not the section's own */
		if (name && name[0] && name[0] != '.' && (storage == 2 || storage == 3) && section && section <= p->sections &&
		    value < p->section[section - 1].vsize)
			fn(ctx, name, p->section[section - 1].rva + value);
		i += aux;
	}
}

bool pe_codeview(const struct pe *p, struct pe_codeview *cv)
{
	memset(cv, 0, sizeof(*cv));
	uint32_t rva = p->dir[PE_DEBUG].rva, count = p->dir[PE_DEBUG].size / 28;
	for (uint32_t i = 0; rva && i < count && i < 64; i++) {
		const uint8_t *d = pe_at(p, rva + i * 28, 28);
		if (!d)
			return false;
		uint32_t type = pe_u32(d + 12), size = pe_u32(d + 16), at = pe_u32(d + 20);
		const uint8_t *r = type == 2 && size > 24 && at ? pe_at(p, at, size) : NULL;
		if (!r || memcmp(r, "RSDS", 4))
			continue;
		memcpy(cv->guid, r + 4, 16);
		cv->age = pe_u32(r + 20);
		for (uint32_t c = 24, o = 0; c < size && r[c] && o + 1 < sizeof(cv->name); c++)
			cv->name[o++] = r[c] < 32 ? '?' : (char)r[c];
		return true;
	}
	return false;
}

/* One level of the resource tree: the offset of the entry with `id`, or of the first one when id is 0. 0 when there is none. */
static uint32_t resource_entry(const struct pe *p, uint32_t root, uint32_t node, uint32_t id)
{
	const uint8_t *d = pe_at(p, root + node, 16);
	if (!d)
		return 0;
	uint32_t n = pe_u16(d + 12) + pe_u16(d + 14);
	for (uint32_t i = 0; i < n; i++) {
		const uint8_t *x = pe_at(p, root + node + 16 + i * 8, 8);
		if (!x)
			return 0;
		if (!id || pe_u32(x) == id)
			return pe_u32(x + 4);
	}
	return 0;
}

bool pe_file_version(const struct pe *p, char *out, size_t max)
{
	uint32_t root = p->dir[PE_RESOURCE].rva;
	out[0] = 0;
	if (!root || p->dir[PE_RESOURCE].size < 16)
		return false;
	uint32_t at = resource_entry(p, root, 0, 16 /* RT_VERSION */);
	for (int level = 0; level < 2 && (at & 0x80000000u); level++)
		at = resource_entry(p, root, at & 0x7fffffffu, 0);
	const uint8_t *entry = at && !(at & 0x80000000u) ? pe_at(p, root + at, 16) : NULL;
	if (!entry)
		return false;
	uint32_t size = pe_u32(entry + 4);
	const uint8_t *v = size >= 92 ? pe_at(p, pe_u32(entry), size) : NULL;
	/* VS_FIXEDFILEINFO follows the UTF-16 key "VS_VERSION_INFO" and its padding */
	if (!v || pe_u32(v + 40) != 0xfeef04bd)
		return false;
	uint32_t ms = pe_u32(v + 48), ls = pe_u32(v + 52);
	snprintf(out, max, "%u.%u.%u.%u", ms >> 16, ms & 0xffff, ls >> 16, ls & 0xffff);
	return true;
}

struct kind {
	bool wdf, wdi;
	char user[64];
};

static int kind_import(void *ctx, const char *dll, const char *name, uint32_t slot)
{
	static const char *const user_mode[] = {"kernel32.dll", "kernelbase.dll", "user32.dll",      "ntdll.dll",  "advapi32.dll",
	                                        "msvcrt.dll",   "ucrtbase.dll",   "mscoree.dll",     "ws2_32.dll", "gdi32.dll",
	                                        "ole32.dll",    "shell32.dll",    "vcruntime140.dll"};
	struct kind *k = ctx;
	(void)name;
	(void)slot;
	if (!strcasecmp(dll, "WDFLDR.SYS"))
		k->wdf = true;
	if (!strcasecmp(dll, "WDIWiFi.sys"))
		k->wdi = true;
	if (!strcasecmp(dll, "NetAdapterCx.sys"))
		k->wdf = true;
	for (size_t i = 0; i < ARRAY_LEN(user_mode); i++)
		if (!strcasecmp(dll, user_mode[i]))
			snprintf(k->user, sizeof(k->user), "%s", dll);
	if (!strncasecmp(dll, "api-ms-win-", 11))
		snprintf(k->user, sizeof(k->user), "%.40s", dll);
	return 0;
}

/* A NetAdapterCx client binds to the class extension through WDFLDR.SYS; what tells it from plain KMDF is the extension's name in its data.
 */
static bool has_utf16(const struct pe *p, const char *text)
{
	size_t n = strlen(text);
	for (unsigned s = 0; s < p->sections; s++) {
		const struct pe_section *x = &p->section[s];
		const uint8_t *b = x->raw_size >= n * 2 ? pe_at(p, x->rva, x->raw_size) : NULL;
		for (size_t i = 0; b && i + n * 2 <= x->raw_size; i += 2) {
			size_t c = 0;
			while (c < n && b[i + c * 2] == (uint8_t)text[c] && !b[i + c * 2 + 1])
				c++;
			if (c == n)
				return true;
		}
	}
	return false;
}

int pe_check_kind(const struct pe *p, struct err *e)
{
	struct kind k = {0};
	int rc = pe_each_import(p, kind_import, &k, e);
	if (rc)
		return rc;
	if (k.user[0])
		return err_set(e, EINVAL, "%s: imports %s: a user-mode program or DLL, not a kernel driver", p->name, k.user);
	if (k.wdi)
		return err_set(e, ENOTSUP, "%s: a WDI (Wi-Fi) driver (imports WDIWiFi.sys): not supported yet; Flue runs NDIS 6 miniports",
		               p->name);
	if (k.wdf && has_utf16(p, "NetAdapterCx"))
		return err_set(
		        e, ENOTSUP,
		        "%s: a NetAdapterCx driver (binds NetAdapterCx through WDFLDR.SYS): not supported yet; Flue runs NDIS 6 miniports",
		        p->name);
	if (k.wdf)
		return err_set(e, ENOTSUP,
		               "%s: a KMDF driver (imports WDFLDR.SYS): not supported yet; Flue runs NDIS 6 miniports that don't use the "
		               "framework",
		               p->name);
	return 0;
}
