/*
 * The C runtime's numbers, sorting and searching (crt.c has the strings). long has 32 bits; callbacks have the driver's calling convention.
 */
#include "nt/exec.h"

#define MS        __attribute__((ms_abi))
#define EINVAL_MS 22
#define ERANGE_MS 34

static bool digit(int c)
{
	return c >= '0' && c <= '9';
}
static int lower(int c)
{
	return c >= 'A' && c <= 'Z' ? c + 32 : c;
}
static bool alpha(int c)
{
	return lower(c) >= 'a' && lower(c) <= 'z';
}
static bool space(int c)
{
	return c == ' ' || (c >= 9 && c <= 13);
}

static uint64_t parse(const WCHAR *wide, const char *narrow, int base, bool *negative, size_t *end, bool *over)
{
	size_t i = 0, digits = 0;
	uint64_t v = 0;
#define AT(k) (wide ? (int)wide[k] : (int)(unsigned char)narrow[k])
	while (space(AT(i)))
		i++;
	*negative = AT(i) == '-';
	if (AT(i) == '-' || AT(i) == '+')
		i++;
	if ((base == 0 || base == 16) && AT(i) == '0' && lower(AT(i + 1)) == 'x') {
		i += 2;
		base = 16;
	} else if (base == 0) {
		base = AT(i) == '0' ? 8 : 10;
	}
	for (;; i++, digits++) {
		int c = AT(i), d = digit(c) ? c - '0' : c < 128 && alpha(c) ? lower(c) - 'a' + 10 : 99;
		if (d >= base)
			break;
		if (__builtin_mul_overflow(v, (uint64_t)base, &v) || __builtin_add_overflow(v, (uint64_t)d, &v))
			*over = true;
	}
#undef AT
	*end = digits ? i : 0;
	return v;
}

static int32_t to_long(const WCHAR *w, const char *n, size_t *end, int base)
{
	bool negative, over = false;
	uint64_t v = parse(w, n, base, &negative, end, &over);
	if (over || v > (negative ? 0x80000000ull : 0x7fffffffull))
		return negative ? INT32_MIN : INT32_MAX;
	return (int32_t)(negative ? 0 - v : v);
}

static uint32_t to_ulong(const WCHAR *w, const char *n, size_t *end, int base)
{
	bool negative, over = false;
	uint64_t v = parse(w, n, base, &negative, end, &over);
	if (over || v > UINT32_MAX)
		return UINT32_MAX;
	return (uint32_t)(negative ? 0 - v : v);
}

MS int32_t nt_crt_strtol(const char *s, char **end, int base)
{
	size_t at;
	int32_t v = to_long(NULL, s, &at, base);
	if (end)
		*end = (char *)(uintptr_t)s + at;
	return v;
}
MS uint32_t nt_crt_strtoul(const char *s, char **end, int base)
{
	size_t at;
	uint32_t v = to_ulong(NULL, s, &at, base);
	if (end)
		*end = (char *)(uintptr_t)s + at;
	return v;
}
MS int32_t nt_crt_wcstol(const WCHAR *s, WCHAR **end, int base)
{
	size_t at;
	int32_t v = to_long(s, NULL, &at, base);
	if (end)
		*end = (WCHAR *)(uintptr_t)s + at;
	return v;
}
MS uint32_t nt_crt_wcstoul(const WCHAR *s, WCHAR **end, int base)
{
	size_t at;
	uint32_t v = to_ulong(s, NULL, &at, base);
	if (end)
		*end = (WCHAR *)(uintptr_t)s + at;
	return v;
}
MS int32_t nt_crt_atol(const char *s)
{
	return nt_crt_strtol(s, NULL, 10);
}
MS int32_t nt_crt__wtol(const WCHAR *s)
{
	return nt_crt_wcstol(s, NULL, 10);
}
MS int64_t nt_crt__atoi64(const char *s)
{
	bool negative, over = false;
	size_t end;
	uint64_t v = parse(NULL, s, 10, &negative, &end, &over);
	return (int64_t)(negative ? 0 - v : v);
}
MS int nt_crt_abs(int v)
{
	return v < 0 ? -v : v;
}
MS int64_t nt_crt__abs64(int64_t v)
{
	return v < 0 ? -v : v;
}

static size_t digits_of(uint64_t v, bool negative, int base, char out[72])
{
	char t[72];
	size_t n = 0, k = 0;
	do
		t[n++] = "0123456789abcdefghijklmnopqrstuvwxyz"[v % (unsigned)base];
	while (v /= (unsigned)base);
	if (negative)
		t[n++] = '-';
	while (n)
		out[k++] = t[--n];
	out[k] = 0;
	return k;
}
static int put_digits(uint64_t v, bool negative, char *out, WCHAR *wide, size_t size, int base)
{
	char t[72];
	if ((!out && !wide) || !size)
		return EINVAL_MS;
	if (out)
		out[0] = 0;
	else
		wide[0] = 0;
	if (base < 2 || base > 36)
		return EINVAL_MS;
	size_t n = digits_of(v, negative, base, t);
	if (n >= size)
		return ERANGE_MS;
	for (size_t i = 0; i <= n; i++)
		if (out)
			out[i] = t[i];
		else
			wide[i] = (WCHAR)(unsigned char)t[i];
	return 0;
}
/* Only base 10 shows a sign; 32-bit values are shown as such. */
static uint64_t magnitude(int64_t v, int base, bool narrow32, bool *negative)
{
	*negative = base == 10 && v < 0;
	return *negative ? 0 - (uint64_t)v : narrow32 ? (uint32_t)v : (uint64_t)v;
}
#define SIGNED(v, out, wide, size, base, narrow32)                                                                                         \
	do {                                                                                                                               \
		bool negative;                                                                                                             \
		uint64_t m = magnitude(v, base, narrow32, &negative);                                                                      \
		r = put_digits(m, negative, out, wide, size, base);                                                                        \
	} while (0)
MS char *nt_crt__itoa(int v, char *s, int base)
{
	int r;
	SIGNED(v, s, NULL, 72, base, true);
	(void)r;
	return s;
}
MS WCHAR *nt_crt__itow(int v, WCHAR *s, int base)
{
	int r;
	SIGNED(v, NULL, s, 72, base, true);
	(void)r;
	return s;
}
MS int nt_crt__itoa_s(int v, char *s, size_t size, int base)
{
	int r;
	SIGNED(v, s, NULL, size, base, true);
	return r;
}
MS int nt_crt__itow_s(int v, WCHAR *s, size_t size, int base)
{
	int r;
	SIGNED(v, NULL, s, size, base, true);
	return r;
}
MS int nt_crt__i64toa_s(int64_t v, char *s, size_t size, int base)
{
	int r;
	SIGNED(v, s, NULL, size, base, false);
	return r;
}
MS int nt_crt__i64tow_s(int64_t v, WCHAR *s, size_t size, int base)
{
	int r;
	SIGNED(v, NULL, s, size, base, false);
	return r;
}
MS int nt_crt__ui64toa_s(uint64_t v, char *s, size_t size, int base)
{
	return put_digits(v, false, s, NULL, size, base);
}
MS int nt_crt__ui64tow_s(uint64_t v, WCHAR *s, size_t size, int base)
{
	return put_digits(v, false, NULL, s, size, base);
}
MS int nt_crt__ultoa_s(uint32_t v, char *s, size_t size, int base)
{
	return put_digits(v, false, s, NULL, size, base);
}
MS int nt_crt__ultow_s(uint32_t v, WCHAR *s, size_t size, int base)
{
	return put_digits(v, false, NULL, s, size, base);
}

/* ---- sorting: the comparison is the driver's, so it has the other calling convention */
typedef MS int (*compare_fn)(const void *, const void *);
typedef MS int (*compare_s_fn)(void *, const void *, const void *);
struct order {
	compare_fn plain;
	compare_s_fn with;
	void *context;
};
static int ordered(const struct order *o, const void *a, const void *b)
{
	return o->plain ? o->plain(a, b) : o->with(o->context, a, b);
}
static void swap(char *a, char *b, size_t n)
{
	while (n--) {
		char t = *a;
		*a++ = *b;
		*b++ = t;
	}
}
/* Heap sort: no recursion on a driver's stack, no worst case. */
static void sort(char *base, size_t n, size_t size, const struct order *o)
{
	for (size_t start = n / 2, end = n; end > 1;) {
		if (start)
			start--;
		else
			swap(base, base + --end * size, size);
		for (size_t root = start, child; (child = 2 * root + 1) < end; root = child) {
			if (child + 1 < end && ordered(o, base + child * size, base + (child + 1) * size) < 0)
				child++;
			if (ordered(o, base + root * size, base + child * size) >= 0)
				break;
			swap(base + root * size, base + child * size, size);
		}
	}
}
static void *search(const void *key, const char *base, size_t n, size_t size, const struct order *o)
{
	for (size_t lo = 0, hi = n; lo < hi;) {
		size_t mid = (lo + hi) / 2;
		int c = ordered(o, key, base + mid * size);
		if (!c)
			return (void *)(uintptr_t)(base + mid * size);
		if (c < 0)
			hi = mid;
		else
			lo = mid + 1;
	}
	return NULL;
}
MS void nt_crt_qsort(void *base, size_t n, size_t size, compare_fn cmp)
{
	sort(base, n, size, &(struct order){.plain = cmp});
}
MS void nt_crt_qsort_s(void *base, size_t n, size_t size, compare_s_fn cmp, void *ctx)
{
	sort(base, n, size, &(struct order){.with = cmp, .context = ctx});
}
MS void *nt_crt_bsearch(const void *key, const void *base, size_t n, size_t size, compare_fn cmp)
{
	return search(key, base, n, size, &(struct order){.plain = cmp});
}
MS void *nt_crt_bsearch_s(const void *key, const void *base, size_t n, size_t size, compare_s_fn cmp, void *ctx)
{
	return search(key, base, n, size, &(struct order){.with = cmp, .context = ctx});
}

/* ---- rand: 15 bits, repeatable from srand. One state for all threads, as in the kernel; races only make it less repeatable. */
static _Atomic uint32_t rand_state = 1;
MS void nt_crt_srand(unsigned seed)
{
	rand_state = seed;
}
MS int nt_crt_rand(void)
{
	uint32_t next = rand_state * 1103515245u + 12345u;
	rand_state = next;
	return (int)(next >> 16 & 0x7fff);
}
