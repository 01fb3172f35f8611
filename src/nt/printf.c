/*
 * printf as the kernel's C runtime has it: I, I32, I64, w, h, l, ll prefixes; S and C (the other width), Z and wZ (counted strings), p as
 * 16 digits; 16-bit characters. One core writes to a sink of 8-bit or 16-bit characters; the family of functions around it differs only in
 * what it does when the text does not fit. Narrow output of wide text is UTF-8.
 *
 * Floating point goes through the host's snprintf. %n is not supported: it prints itself, and a finding names it.
 */
#include "nt/exec.h"
#include <stdio.h>
#include <string.h>

struct sink {
	char *narrow;
	WCHAR *wide;
	size_t cap, n; /* n counts all that was produced */
};

static void put(struct sink *s, uint32_t unit)
{
	if (s->n < s->cap) {
		if (s->wide)
			s->wide[s->n] = (WCHAR)unit;
		else
			s->narrow[s->n] = (char)unit;
	}
	s->n++;
}

static void pad(struct sink *s, int count, char with)
{
	while (count-- > 0)
		put(s, (unsigned char)with);
}

struct spec {
	bool left, plus, space, alt, zero, upper;
	int width, precision; /* precision -1: none */
	enum { SIZE_INT, SIZE_SHORT, SIZE_CHAR, SIZE_64, SIZE_WIDE } size;
};

static void put_text(struct sink *s, const struct spec *f, const char *narrow, const WCHAR *wide, size_t len)
{
	size_t out = len;
	char utf8[8];
	if (f->precision >= 0 && (size_t)f->precision < len)
		len = out = (size_t)f->precision;
	if (wide && s->narrow) {
		out = 0;
		for (size_t i = 0; i < len; i++)
			out += nt_utf8_of(wide + i, 1, utf8, sizeof utf8);
	}
	int fill = f->width > (int)out ? f->width - (int)out : 0;
	if (!f->left)
		pad(s, fill, f->zero ? '0' : ' ');
	for (size_t i = 0; i < len; i++) {
		if (!wide) {
			put(s, (unsigned char)narrow[i]);
		} else if (s->wide) {
			put(s, wide[i]);
		} else {
			unsigned units = i + 1 < len && wide[i] >= 0xd800 && wide[i] < 0xdc00 ? 2 : 1;
			size_t n = nt_utf8_of(wide + i, units, utf8, sizeof utf8);
			for (size_t k = 0; k < n; k++)
				put(s, (unsigned char)utf8[k]);
			i += units - 1;
		}
	}
	if (f->left)
		pad(s, fill, ' ');
}

static void put_number(struct sink *s, const struct spec *f, uint64_t v, bool negative, unsigned base)
{
	char digits[72];
	int n = 0, lead = 0;
	char prefix[3] = "";
	const char *set = f->upper ? "0123456789ABCDEF" : "0123456789abcdef";
	for (uint64_t x = v; x; x /= base)
		digits[n++] = set[x % base];
	if (!n && f->precision != 0)
		digits[n++] = '0';
	if (negative)
		prefix[0] = '-';
	else if (f->plus)
		prefix[0] = '+';
	else if (f->space)
		prefix[0] = ' ';
	if (f->alt && base == 16 && v) {
		prefix[0] = '0';
		prefix[1] = f->upper ? 'X' : 'x';
	}
	int plen = (int)strlen(prefix);
	if (f->precision > n)
		lead = f->precision - n;
	if (f->alt && base == 8 && !lead)
		lead = 1;
	if (f->zero && !f->left && f->precision < 0 && f->width > n + plen)
		lead = f->width - n - plen;
	int fill = f->width - n - lead - plen;
	if (!f->left)
		pad(s, fill, ' ');
	for (int i = 0; i < plen; i++)
		put(s, (unsigned char)prefix[i]);
	pad(s, lead, '0');
	while (n)
		put(s, (unsigned char)digits[--n]);
	if (f->left)
		pad(s, fill, ' ');
}

static size_t narrow_len(const char *p, int limit)
{
	size_t n = 0;
	while ((limit < 0 || n < (size_t)limit) && p[n])
		n++;
	return n;
}

static size_t wide_len(const WCHAR *p, int limit)
{
	size_t n = 0;
	while ((limit < 0 || n < (size_t)limit) && p[n])
		n++;
	return n;
}

static void put_string(struct sink *s, const struct spec *f, const void *p, bool wide)
{
	static const WCHAR null_text[] = u"(null)";
	if (!p)
		put_text(s, f, NULL, null_text, 6);
	else if (wide)
		put_text(s, f, NULL, p, wide_len(p, f->precision));
	else
		put_text(s, f, p, NULL, narrow_len(p, f->precision));
}

static void put_float(struct sink *s, const struct spec *f, double v, char conv)
{
	char fmt[16], text[400];
	int n = 0;
	fmt[n++] = '%';
	if (f->left)
		fmt[n++] = '-';
	if (f->plus)
		fmt[n++] = '+';
	if (f->space)
		fmt[n++] = ' ';
	if (f->alt)
		fmt[n++] = '#';
	if (f->zero)
		fmt[n++] = '0';
	memcpy(fmt + n, "*.*", 3);
	n += 3;
	fmt[n++] = conv;
	fmt[n] = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
	int len = snprintf(text, sizeof text, fmt, f->width > 300 ? 300 : f->width, f->precision, v);
#pragma GCC diagnostic pop
	for (int i = 0; i < len && i < (int)sizeof text - 1; i++)
		put(s, (unsigned char)text[i]);
}

static uint32_t at(const void *fmt, bool wide, size_t i)
{
	return wide ? ((const WCHAR *)fmt)[i] : ((const unsigned char *)fmt)[i];
}

static void format(struct sink *s, const void *fmt, bool wide, __builtin_ms_va_list ap)
{
	uint32_t c;
	for (size_t i = 0; (c = at(fmt, wide, i)); i++) {
		if (c != '%') {
			put(s, c);
			continue;
		}
		struct spec f = {.precision = -1};
		size_t start = i++;
		for (;; i++) {
			c = at(fmt, wide, i);
			if (c == '-')
				f.left = true;
			else if (c == '+')
				f.plus = true;
			else if (c == ' ')
				f.space = true;
			else if (c == '#')
				f.alt = true;
			else if (c == '0')
				f.zero = true;
			else
				break;
		}
		if (c == '*') {
			f.width = __builtin_va_arg(ap, int);
			if (f.width < 0) {
				f.left = true;
				f.width = -f.width;
			}
			c = at(fmt, wide, ++i);
		}
		for (; c >= '0' && c <= '9'; c = at(fmt, wide, ++i))
			f.width = f.width > 99999 ? f.width : f.width * 10 + (int)(c - '0');
		if (c == '.') {
			f.precision = 0;
			c = at(fmt, wide, ++i);
			if (c == '*') {
				f.precision = __builtin_va_arg(ap, int);
				if (f.precision < 0)
					f.precision = -1;
				c = at(fmt, wide, ++i);
			}
			for (; c >= '0' && c <= '9'; c = at(fmt, wide, ++i))
				f.precision = f.precision > 99999 ? f.precision : f.precision * 10 + (int)(c - '0');
		}
		for (bool more = true; more;) {
			more = true;
			if (c == 'h')
				f.size = f.size == SIZE_SHORT ? SIZE_CHAR : SIZE_SHORT;
			else if (c == 'l')
				f.size = f.size == SIZE_WIDE ? SIZE_64 : SIZE_WIDE; /* long has 32 bits: l alone only makes strings wide */
			else if (c == 'w')
				f.size = SIZE_WIDE;
			else if (c == 'L' || c == 'j' || c == 'z' || c == 't')
				f.size = SIZE_64;
			else if (c == 'I' && at(fmt, wide, i + 1) == '6' && at(fmt, wide, i + 2) == '4') {
				f.size = SIZE_64;
				i += 2;
			} else if (c == 'I' && at(fmt, wide, i + 1) == '3' && at(fmt, wide, i + 2) == '2') {
				f.size = SIZE_INT;
				i += 2;
			} else if (c == 'I')
				f.size = SIZE_64;
			else
				more = false;
			if (more)
				c = at(fmt, wide, ++i);
		}
		bool other = (c == 'S' || c == 'C'),
		     text_wide = f.size == SIZE_WIDE || (f.size != SIZE_SHORT && f.size != SIZE_CHAR && wide != other);
		uint64_t u;
		switch (c) {
		case 'd':
		case 'i': {
			int64_t v = f.size == SIZE_64 ? __builtin_va_arg(ap, int64_t) : __builtin_va_arg(ap, int32_t);
			if (f.size == SIZE_SHORT)
				v = (int16_t)v;
			else if (f.size == SIZE_CHAR)
				v = (int8_t)v;
			put_number(s, &f, v < 0 ? 0 - (uint64_t)v : (uint64_t)v, v < 0, 10);
			break;
		}
		case 'u':
		case 'o':
		case 'x':
		case 'X':
			u = f.size == SIZE_64 ? __builtin_va_arg(ap, uint64_t) : __builtin_va_arg(ap, uint32_t);
			if (f.size == SIZE_SHORT)
				u = (uint16_t)u;
			else if (f.size == SIZE_CHAR)
				u = (uint8_t)u;
			f.upper = c == 'X';
			f.plus = f.space = false;
			put_number(s, &f, u, false, c == 'u' ? 10 : c == 'o' ? 8 : 16);
			break;
		case 'p':
		case 'P':
			f.upper = true;
			f.alt = f.plus = f.space = false;
			f.precision = 16;
			put_number(s, &f, __builtin_va_arg(ap, uint64_t), false, 16);
			break;
		case 'c':
		case 'C': {
			WCHAR w = (WCHAR) __builtin_va_arg(ap, int);
			char n = (char)w;
			f.precision = -1;
			put_text(s, &f, text_wide ? NULL : &n, text_wide ? &w : NULL, 1);
			break;
		}
		case 's':
		case 'S':
			put_string(s, &f, __builtin_va_arg(ap, const void *), text_wide);
			break;
		case 'Z': {
			const UNICODE_STRING *z = __builtin_va_arg(ap, const UNICODE_STRING *); /* STRING has the same shape */
			if (!z || !z->Buffer)
				put_string(s, &f, NULL, false);
			else if (f.size == SIZE_WIDE)
				put_text(s, &f, NULL, z->Buffer, z->Length / 2u);
			else
				put_text(s, &f, (const char *)z->Buffer, NULL, z->Length);
			break;
		}
		case 'e':
		case 'E':
		case 'f':
		case 'F':
		case 'g':
		case 'G':
		case 'a':
		case 'A':
			put_float(s, &f, __builtin_va_arg(ap, double), (char)c);
			break;
		case '%':
			put(s, '%');
			break;
		case 0:
			return;
		default:
			if (c == 'n')
				nt_finding("printf", "a format string uses %%n, which the kernel's printf does not support");
			for (size_t k = start; k <= i; k++)
				put(s, at(fmt, wide, k));
		}
	}
}

int nt_vsnprintf(char *out, size_t n, const char *fmt, __builtin_ms_va_list ap)
{
	struct sink s = {.narrow = out, .cap = n};
	format(&s, fmt, false, ap);
	if (n)
		out[s.n < n ? s.n : n - 1] = 0;
	return (int)s.n;
}

int nt_vsnwprintf(WCHAR *out, size_t n, const WCHAR *fmt, __builtin_ms_va_list ap)
{
	WCHAR none;
	struct sink s = {.wide = out ? out : &none, .cap = n};
	format(&s, fmt, true, ap);
	if (n)
		out[s.n < n ? s.n : n - 1] = 0;
	return (int)s.n;
}

/* ---- the family. Old functions (_snprintf): -1 when cut, no terminator when exactly full. Secure ones: see finish_s. */
#define MS __attribute__((ms_abi))

static int raw(char *b, size_t n, const char *fmt, __builtin_ms_va_list ap)
{
	char none;
	struct sink s = {.narrow = b ? b : &none, .cap = b ? n : 0};
	format(&s, fmt, false, ap);
	if (b && s.n < n)
		b[s.n] = 0;
	return s.n > n && b ? -1 : (int)s.n;
}

static int raw_w(WCHAR *b, size_t n, const WCHAR *fmt, __builtin_ms_va_list ap)
{
	WCHAR none;
	struct sink s = {.wide = b ? b : &none, .cap = b ? n : 0};
	format(&s, fmt, true, ap);
	if (b && s.n < n)
		b[s.n] = 0;
	return s.n > n && b ? -1 : (int)s.n;
}

#define TRUNCATE ((size_t)-1) /* _TRUNCATE */
/* Secure functions always terminate. What does not fit is cut only if the caller said so (_TRUNCATE or a smaller count); else the result is
 * empty. */
static int secure(char *b, size_t size, size_t count, const char *fmt, __builtin_ms_va_list ap)
{
	if (!b || !size || !fmt)
		return -1;
	struct sink s = {.narrow = b, .cap = size - 1 < count ? size - 1 : count};
	format(&s, fmt, false, ap);
	if (s.n <= s.cap) {
		b[s.n] = 0;
		return (int)s.n;
	}
	b[count == TRUNCATE || count < size ? s.cap : 0] = 0;
	return -1;
}

static int secure_w(WCHAR *b, size_t size, size_t count, const WCHAR *fmt, __builtin_ms_va_list ap)
{
	if (!b || !size || !fmt)
		return -1;
	struct sink s = {.wide = b, .cap = size - 1 < count ? size - 1 : count};
	format(&s, fmt, true, ap);
	if (s.n <= s.cap) {
		b[s.n] = 0;
		return (int)s.n;
	}
	b[count == TRUNCATE || count < size ? s.cap : 0] = 0;
	return -1;
}

#define UNBOUNDED ((size_t)0x7fffffff)
#define VARIADIC(call)                                                                                                                     \
	__builtin_ms_va_list ap;                                                                                                           \
	__builtin_ms_va_start(ap, fmt);                                                                                                    \
	int r = call;                                                                                                                      \
	__builtin_ms_va_end(ap);                                                                                                           \
	return r

MS int nt_crt__vsnprintf(char *b, size_t n, const char *fmt, __builtin_ms_va_list ap)
{
	return raw(b, n, fmt, ap);
}
MS int nt_crt__snprintf(char *b, size_t n, const char *fmt, ...)
{
	VARIADIC(raw(b, n, fmt, ap));
}
MS int nt_crt_vsprintf(char *b, const char *fmt, __builtin_ms_va_list ap)
{
	return raw(b, UNBOUNDED, fmt, ap);
}
MS int nt_crt_sprintf(char *b, const char *fmt, ...)
{
	VARIADIC(raw(b, UNBOUNDED, fmt, ap));
}
MS int nt_crt__vsnwprintf(WCHAR *b, size_t n, const WCHAR *fmt, __builtin_ms_va_list ap)
{
	return raw_w(b, n, fmt, ap);
}
MS int nt_crt__snwprintf(WCHAR *b, size_t n, const WCHAR *fmt, ...)
{
	VARIADIC(raw_w(b, n, fmt, ap));
}
MS int nt_crt_swprintf(WCHAR *b, const WCHAR *fmt, ...) /* the kernel's has no size argument */
{
	VARIADIC(raw_w(b, UNBOUNDED, fmt, ap));
}
MS int nt_crt__vswprintf(WCHAR *b, const WCHAR *fmt, __builtin_ms_va_list ap)
{
	return raw_w(b, UNBOUNDED, fmt, ap);
}
MS int nt_crt__vsnprintf_s(char *b, size_t size, size_t count, const char *fmt, __builtin_ms_va_list ap)
{
	return secure(b, size, count, fmt, ap);
}
MS int nt_crt__snprintf_s(char *b, size_t size, size_t count, const char *fmt, ...)
{
	VARIADIC(secure(b, size, count, fmt, ap));
}
MS int nt_crt_vsprintf_s(char *b, size_t size, const char *fmt, __builtin_ms_va_list ap)
{
	return secure(b, size, size, fmt, ap);
}
MS int nt_crt_sprintf_s(char *b, size_t size, const char *fmt, ...)
{
	VARIADIC(secure(b, size, size, fmt, ap));
}
MS int nt_crt__vsnwprintf_s(WCHAR *b, size_t size, size_t count, const WCHAR *fmt, __builtin_ms_va_list ap)
{
	return secure_w(b, size, count, fmt, ap);
}
MS int nt_crt__snwprintf_s(WCHAR *b, size_t size, size_t count, const WCHAR *fmt, ...)
{
	VARIADIC(secure_w(b, size, count, fmt, ap));
}
MS int nt_crt_vswprintf_s(WCHAR *b, size_t size, const WCHAR *fmt, __builtin_ms_va_list ap)
{
	return secure_w(b, size, size, fmt, ap);
}
MS int nt_crt_swprintf_s(WCHAR *b, size_t size, const WCHAR *fmt, ...)
{
	VARIADIC(secure_w(b, size, size, fmt, ap));
}
