/*
 * Characters: UTF-16 as the DDI has it, UTF-8 as the rest of Flue has it, and the case table that names are compared with.
 *
 * The case table covers Latin (basic, supplement, extended A), Greek, Cyrillic, Armenian and full-width forms: what registry, device and
 * keyword names are made of. Lone surrogates become U+FFFD on the way to UTF-8.
 */
#include "nt/exec.h"
#include <string.h>

WCHAR nt_upcase(WCHAR c)
{
	if (c < 0x80)
		return c >= 'a' && c <= 'z' ? c - 32 : c;
	if (c == 0xff)
		return 0x178;
	if (c >= 0xe0 && c <= 0xfe && c != 0xf7)
		return c - 32;
	if ((c >= 0x100 && c <= 0x137 && c != 0x131) || (c >= 0x14a && c <= 0x177) || (c >= 0x460 && c <= 0x481) ||
	    (c >= 0x48a && c <= 0x4bf) || (c >= 0x4d0 && c <= 0x4ff) || (c >= 0x1e00 && c <= 0x1e95) || (c >= 0x1ea0 && c <= 0x1eff))
		return c & ~1;
	if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17e) || (c >= 0x4c1 && c <= 0x4ce))
		return c & 1 ? c : c - 1;
	if (c >= 0x3b1 && c <= 0x3cb && c != 0x3c2)
		return c - 32;
	if (c >= 0x430 && c <= 0x44f)
		return c - 32;
	if (c >= 0x450 && c <= 0x45f)
		return c - 80;
	if (c >= 0x561 && c <= 0x586)
		return c - 48;
	if (c >= 0xff41 && c <= 0xff5a)
		return c - 32;
	return c;
}

WCHAR nt_downcase(WCHAR c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c + 32 : c;
	static const uint8_t step[] = {1, 32, 48, 80};
	for (unsigned i = 0; i < ARRAY_LEN(step); i++)
		if (nt_upcase(c + step[i]) == c && c + step[i] != c)
			return c + step[i];
	return c == 0x178 ? 0xff : c;
}

size_t nt_wcslen(const WCHAR *s)
{
	size_t n = 0;
	while (s && s[n])
		n++;
	return n;
}

int nt_ucs_compare(const WCHAR *a, size_t an, const WCHAR *b, size_t bn, bool fold)
{
	for (size_t i = 0; i < an && i < bn; i++) {
		WCHAR x = fold ? nt_upcase(a[i]) : a[i], y = fold ? nt_upcase(b[i]) : b[i];
		if (x != y)
			return (int)x - (int)y;
	}
	return an == bn ? 0 : an < bn ? -1 : 1;
}

size_t nt_utf8_of(const WCHAR *s, size_t chars, char *out, size_t max)
{
	size_t n = 0;
	for (size_t i = 0; i < chars; i++) {
		uint32_t c = s[i];
		unsigned len;
		char b[4];
		if (c >= 0xd800 && c < 0xdc00 && i + 1 < chars && s[i + 1] >= 0xdc00 && s[i + 1] < 0xe000)
			c = 0x10000 + ((c - 0xd800) << 10) + (s[++i] - 0xdc00u);
		else if (c >= 0xd800 && c < 0xe000)
			c = 0xfffd;
		if (c < 0x80) {
			b[0] = (char)c;
			len = 1;
		} else if (c < 0x800) {
			b[0] = (char)(0xc0 | c >> 6);
			b[1] = (char)(0x80 | (c & 63));
			len = 2;
		} else if (c < 0x10000) {
			b[0] = (char)(0xe0 | c >> 12);
			b[1] = (char)(0x80 | (c >> 6 & 63));
			b[2] = (char)(0x80 | (c & 63));
			len = 3;
		} else {
			b[0] = (char)(0xf0 | c >> 18);
			b[1] = (char)(0x80 | (c >> 12 & 63));
			b[2] = (char)(0x80 | (c >> 6 & 63));
			b[3] = (char)(0x80 | (c & 63));
			len = 4;
		}
		if (n + len >= max)
			break;
		memcpy(out + n, b, len);
		n += len;
	}
	if (max)
		out[n] = 0;
	return n;
}

/* One code point; malformed input gives U+FFFD and advances by one byte. */
static uint32_t utf8_next(const uint8_t **p, const uint8_t *end)
{
	uint32_t c = *(*p)++;
	unsigned more = c < 0x80 ? 0 : c >= 0xc2 && c < 0xe0 ? 1 : c >= 0xe0 && c < 0xf0 ? 2 : c >= 0xf0 && c < 0xf5 ? 3 : 4;
	if (!more)
		return c;
	if (more == 4 || end - *p < (ptrdiff_t)more)
		return 0xfffd;
	uint32_t v = c & (0x3fu >> more);
	for (unsigned i = 0; i < more; i++) {
		if (((*p)[i] & 0xc0) != 0x80)
			return 0xfffd;
		v = v << 6 | ((*p)[i] & 63);
	}
	static const uint32_t least[] = {0, 0x80, 0x800, 0x10000};
	if (v < least[more] || v > 0x10ffff || (v >= 0xd800 && v < 0xe000))
		return 0xfffd;
	*p += more;
	return v;
}

/* Returns characters written; `total` (may be NULL) receives what the whole would take, `bad` whether a code point was replaced. */
static size_t utf16_from(const uint8_t *s, size_t bytes, WCHAR *out, size_t max, size_t *total, bool *bad)
{
	const uint8_t *end = s + bytes;
	size_t n = 0, t = 0;
	while (s < end) {
		uint32_t c = utf8_next(&s, end);
		unsigned len = c >= 0x10000 ? 2 : 1;
		if (bad && c == 0xfffd)
			*bad = true;
		t += len;
		if (t > max || n + len > max)
			continue;
		if (len == 2) {
			out[n++] = (WCHAR)(0xd800 + ((c - 0x10000) >> 10));
			out[n++] = (WCHAR)(0xdc00 + ((c - 0x10000) & 0x3ff));
		} else {
			out[n++] = (WCHAR)c;
		}
	}
	if (total)
		*total = t;
	return n;
}

size_t nt_utf16_of(const char *s, WCHAR *out, size_t max_chars)
{
	if (!max_chars)
		return 0;
	size_t n = utf16_from((const uint8_t *)s, strlen(s), out, max_chars - 1, NULL, NULL);
	out[n] = 0;
	return n;
}

UNICODE_STRING nt_ustr(const char *s, WCHAR *buffer, size_t max_chars)
{
	size_t n = nt_utf16_of(s, buffer, max_chars);
	return (UNICODE_STRING){.Length = (USHORT)(n * 2), .MaximumLength = (USHORT)(max_chars * 2), .Buffer = buffer};
}

size_t nt_utf8_of_ustr(const UNICODE_STRING *u, char *out, size_t max)
{
	return nt_utf8_of(u && u->Buffer ? u->Buffer : NULL, u && u->Buffer ? u->Length / 2u : 0, out, max);
}

/* Page: ntifs RtlUTF8ToUnicodeN, RtlUnicodeToUTF8N. A NULL destination asks for the size. */
NTSTATUS NTAPI RtlUTF8ToUnicodeN(PWSTR Destination, ULONG MaxBytes, PULONG ActualBytes, PCCH Source, ULONG SourceBytes)
{
	size_t total;
	bool bad = false;
	if (!Source || (!Destination && !ActualBytes))
		return STATUS_INVALID_PARAMETER;
	size_t n = utf16_from((const uint8_t *)Source, SourceBytes, Destination, Destination ? MaxBytes / 2 : 0, &total, &bad);
	if (ActualBytes)
		*ActualBytes = (ULONG)(Destination ? n : total) * 2;
	if (Destination && n < total)
		return STATUS_BUFFER_TOO_SMALL;
	return bad ? STATUS_SOME_NOT_MAPPED : STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlUnicodeToUTF8N(PCHAR Destination, ULONG MaxBytes, PULONG ActualBytes, PCWCH Source, ULONG SourceBytes)
{
	size_t total = 0, written = 0;
	bool bad = false, full = false;
	if (!Source || (!Destination && !ActualBytes) || SourceBytes % 2)
		return STATUS_INVALID_PARAMETER;
	for (ULONG i = 0; i < SourceBytes / 2; i++) {
		char one[5];
		unsigned units = Source[i] >= 0xd800 && Source[i] < 0xdc00 && i + 1 < SourceBytes / 2 && Source[i + 1] >= 0xdc00 &&
		                                 Source[i + 1] < 0xe000
		                         ? 2
		                         : 1;
		size_t len = nt_utf8_of(Source + i, units, one, sizeof one);
		bad |= units == 1 && Source[i] >= 0xd800 && Source[i] < 0xe000;
		full |= written + len > MaxBytes;
		if (Destination && !full) {
			memcpy(Destination + written, one, len);
			written += len;
		}
		total += len;
		i += units - 1;
	}
	if (ActualBytes)
		*ActualBytes = (ULONG)(Destination ? written : total);
	if (Destination && full)
		return STATUS_BUFFER_TOO_SMALL;
	return bad ? STATUS_SOME_NOT_MAPPED : STATUS_SUCCESS;
}

WCHAR NTAPI RtlUpcaseUnicodeChar(WCHAR c)
{
	return nt_upcase(c);
}

WCHAR NTAPI RtlDowncaseUnicodeChar(WCHAR c)
{
	return nt_downcase(c);
}

CHAR NTAPI RtlUpperChar(CHAR c)
{
	return c >= 'a' && c <= 'z' ? (CHAR)(c - 32) : c;
}
