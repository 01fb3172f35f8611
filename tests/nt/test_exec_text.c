/* Strings, printf, C runtime, numbers, GUIDs, times, bitmaps, trees and hash tables. */
#include "exec_test.h"

#define MS __attribute__((ms_abi))
MS int nt_crt__snprintf(char *b, size_t n, const char *fmt, ...);
MS int nt_crt_sprintf_s(char *b, size_t n, const char *fmt, ...);
MS int nt_crt__snprintf_s(char *b, size_t size, size_t count, const char *fmt, ...);
MS int nt_crt__snwprintf(WCHAR *b, size_t n, const WCHAR *fmt, ...);
MS int nt_crt_swprintf_s(WCHAR *b, size_t n, const WCHAR *fmt, ...);
MS int nt_crt__stricmp(const char *a, const char *b);
MS int nt_crt_strcpy_s(char *d, size_t size, const char *s);
MS int nt_crt_strncpy_s(char *d, size_t size, const char *s, size_t count);
MS int nt_crt_strcat_s(char *d, size_t size, const char *s);
MS int32_t nt_crt_strtol(const char *s, char **end, int base);
MS uint32_t nt_crt_strtoul(const char *s, char **end, int base);
MS WCHAR *nt_crt_wcsstr(const WCHAR *s, const WCHAR *w);
MS int nt_crt__wcsicmp(const WCHAR *a, const WCHAR *b);
MS int nt_crt__itoa_s(int v, char *s, size_t size, int base);
typedef MS int (*compare_fn)(const void *, const void *);
MS void nt_crt_qsort(void *base, size_t n, size_t size, compare_fn cmp);
MS void *nt_crt_bsearch(const void *key, const void *base, size_t n, size_t size, compare_fn cmp);
BOOLEAN NTAPI RtlCreateUnicodeString(PUNICODE_STRING D, PCWSTR S);

#define SAYS(expected, ...)                                                                                                                \
	do {                                                                                                                               \
		char out[200];                                                                                                             \
		int n = nt_crt__snprintf(out, sizeof out, __VA_ARGS__);                                                                    \
		assert_string_equal(out, expected);                                                                                        \
		assert_int_equal(n, strlen(expected));                                                                                     \
	} while (0)

static void printf_core(void **state)
{
	UNICODE_STRING u;
	ANSI_STRING a;
	RtlInitUnicodeString(&u, u"wide string");
	RtlInitAnsiString(&a, "ansi string");
	SAYS("plain", "plain");
	SAYS("-5 5 +5  5", "%d %u %+d % d", -5, 5, 5, 5);
	SAYS("00042|   42|42   |0x2a|0X2A|052", "%05d|%5d|%-5d|%#x|%#X|%#o", 42, 42, 42, 42, 42, 42);
	SAYS("ffffffffffffffff 18446744073709551615", "%I64x %I64u", ~0ull, ~0ull);
	SAYS("-9223372036854775808", "%lld", INT64_MIN);
	SAYS("-1 4294967295", "%ld %lu", -1, -1); /* long has 32 bits */
	SAYS("7 8", "%I32d %Iu", 7, (size_t)8);
	SAYS("-1 255", "%hhd %hhu", 255, 255);
	SAYS("00001234567890AB", "%p", (void *)0x1234567890abull);
	SAYS("narrow wide wide wide", "%s %S %ws %ls", "narrow", u"wide", u"wide", u"wide");
	SAYS("narrow", "%hs", "narrow");
	SAYS("wide string/ansi string", "%wZ/%Z", &u, &a);
	SAYS("(null) (null)", "%s %wZ", (char *)NULL, (UNICODE_STRING *)NULL);
	SAYS("abc|  abc|ab |", "%.3s|%5.3s|%-3.2s|", "abcdef", "abcdef", "abcdef");
	SAYS("x   *   x", "%-4c%c%4C", 'x', '*', 'x');
	SAYS("   7|7   |007", "%*d|%-*d|%.*d", 4, 7, 4, 7, 3, 7);
	SAYS("100%", "%d%%", 100);
	SAYS("3.14 2.500000e+00", "%.2f %e", 3.14159, 2.5);
	SAYS("\xc3\xa4\xe2\x82\xac", "%ws", u"\u00e4\u20ac"); /* UTF-8 */
	SAYS("0", "%x", 0);
	SAYS("", "%.0d", 0);
	char b[8];
	memset(b, 'z', 8);
	assert_int_equal(nt_crt__snprintf(b, 4, "%s", "abcd"), 4); /* exactly full: no terminator */
	assert_memory_equal(b, "abcdzzzz", 8);
	assert_int_equal(nt_crt__snprintf(b, 4, "%s", "abcdef"), -1);
	assert_memory_equal(b, "abcdzzzz", 8);
	assert_int_equal(nt_crt__snprintf(NULL, 0, "%s", "abcdef"), 6);
	assert_int_equal(nt_crt_sprintf_s(b, 8, "%s", "1234567"), 7);
	assert_string_equal(b, "1234567");
	assert_int_equal(nt_crt_sprintf_s(b, 8, "%s", "12345678"), -1);
	assert_string_equal(b, "");
	assert_int_equal(nt_crt__snprintf_s(b, 8, (size_t)-1, "%s", "123456789"), -1); /* _TRUNCATE */
	assert_string_equal(b, "1234567");
	assert_int_equal(nt_crt__snprintf_s(b, 8, 3, "%s", "123456789"), -1);
	assert_string_equal(b, "123");
	WCHAR w[32];
	assert_int_equal(nt_crt__snwprintf(w, 32, u"%s %S %d", u"wide", "narrow", 3), 13);
	assert_memory_equal(w, u"wide narrow 3", 28);
	assert_int_equal(nt_crt_swprintf_s(w, 4, u"%s", u"four"), -1);
	assert_int_equal(w[0], 0);
	unsigned findings = nt_finding_count();
	SAYS("%n", "%n", NULL);
	assert_int_equal(nt_finding_count(), findings + 1);
}

static MS int by_int(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}
static void crt(void **state)
{
	char b[8], *end;
	assert_int_equal(nt_crt__stricmp("HeLLo", "hEllO"), 0);
	assert_true(nt_crt__stricmp("a", "B") < 0);
	assert_int_equal(nt_crt_strcpy_s(b, 8, "1234567"), 0);
	assert_int_equal(nt_crt_strcpy_s(b, 8, "12345678"), 34);
	assert_int_equal(b[0], 0);
	assert_int_equal(nt_crt_strncpy_s(b, 4, "123456", (size_t)-1), 80);
	assert_string_equal(b, "123");
	assert_int_equal(nt_crt_strncpy_s(b, 4, "123456", 2), 0);
	assert_string_equal(b, "12");
	assert_int_equal(nt_crt_strcat_s(b, 8, "abcd"), 0);
	assert_string_equal(b, "12abcd");
	assert_int_equal(nt_crt_strcat_s(b, 8, "ef"), 34);
	assert_int_equal(nt_crt_strtol("  -0x1fz", &end, 0), -31);
	assert_string_equal(end, "z");
	assert_int_equal(nt_crt_strtol("99999999999", NULL, 10), INT32_MAX);
	assert_int_equal(nt_crt_strtol("-99999999999", NULL, 10), INT32_MIN);
	assert_int_equal(nt_crt_strtoul("4294967295", NULL, 10), UINT32_MAX);
	assert_int_equal(nt_crt_strtol("nothing", &end, 10), 0);
	assert_string_equal(end, "nothing");
	assert_non_null(nt_crt_wcsstr(u"one two three", u"two"));
	assert_null(nt_crt_wcsstr(u"one two three", u"four"));
	assert_int_equal(nt_crt__wcsicmp(u"\u00c4PFEL", u"\u00e4pfel"), 0);
	assert_int_equal(nt_crt__itoa_s(-255, b, 8, 16), 34);
	assert_int_equal(nt_crt__itoa_s(-25, b, 8, 10), 0);
	assert_string_equal(b, "-25");
	int v[500];
	for (int i = 0; i < 500; i++)
		v[i] = i * 7919 % 500;
	nt_crt_qsort(v, 500, sizeof v[0], by_int);
	for (int i = 0; i < 500; i++)
		assert_int_equal(v[i], i);
	int key = 333;
	assert_ptr_equal(nt_crt_bsearch(&key, v, 500, sizeof v[0], by_int), &v[333]);
	key = 500;
	assert_null(nt_crt_bsearch(&key, v, 500, sizeof v[0], by_int));
}

static void strings(void **state)
{
	UNICODE_STRING a, b, c;
	WCHAR buffer[8];
	ANSI_STRING n;
	char text[64];
	struct nt_pool_stats s0, s1;
	nt_pool_stats(&s0);
	RtlInitUnicodeString(&a, u"\\Registry\\Machine");
	RtlInitUnicodeString(&b, u"\\REGISTRY\\machine");
	assert_int_equal(a.Length, 34);
	assert_int_equal(a.MaximumLength, 36);
	assert_false(RtlEqualUnicodeString(&a, &b, FALSE));
	assert_true(RtlEqualUnicodeString(&a, &b, TRUE));
	assert_true(RtlCompareUnicodeString(&a, &b, FALSE) > 0);
	RtlInitUnicodeString(&b, u"\\registry");
	assert_true(RtlPrefixUnicodeString(&b, &a, TRUE));
	assert_false(RtlPrefixUnicodeString(&b, &a, FALSE));
	RtlInitUnicodeString(&a, NULL);
	assert_int_equal(a.MaximumLength, 0);
	a = (UNICODE_STRING){.MaximumLength = sizeof buffer, .Buffer = buffer};
	assert_int_equal(RtlAppendUnicodeToString(&a, u"abc"), STATUS_SUCCESS);
	assert_int_equal(RtlAppendUnicodeToString(&a, u"defgh"), STATUS_SUCCESS);
	assert_int_equal(RtlAppendUnicodeToString(&a, u"i"), STATUS_BUFFER_TOO_SMALL);
	assert_int_equal(a.Length, 16);
	RtlInitUnicodeString(&b, u"xy");
	RtlCopyUnicodeString(&a, &b);
	assert_int_equal(a.Length, 4);
	assert_int_equal(buffer[2], 0);
	RtlInitAnsiString(&n, "na\xc3\xafve");
	assert_int_equal(RtlAnsiStringToUnicodeString(&c, &n, TRUE), STATUS_SUCCESS);
	assert_int_equal(c.Length, 10);
	assert_int_equal(c.Buffer[2], 0xef);
	nt_utf8_of_ustr(&c, text, sizeof text);
	assert_string_equal(text, "na\xc3\xafve");
	ANSI_STRING back = {0};
	assert_int_equal(RtlUnicodeStringToAnsiString(&back, &c, TRUE), STATUS_SUCCESS);
	assert_string_equal(back.Buffer, "na\xc3\xafve");
	RtlFreeAnsiString(&back);
	char small[4];
	back = (ANSI_STRING){.MaximumLength = 4, .Buffer = small};
	assert_int_equal(RtlUnicodeStringToAnsiString(&back, &c, FALSE), STATUS_BUFFER_OVERFLOW);
	RtlFreeUnicodeString(&c);
	assert_null(c.Buffer);
	RtlInitUnicodeString(&b, u"m\u00f6bel \u03b1\u0436");
	assert_int_equal(RtlUpcaseUnicodeString(&c, &b, TRUE), STATUS_SUCCESS);
	assert_memory_equal(c.Buffer, u"M\u00d6BEL \u0391\u0416", 16);
	RtlFreeUnicodeString(&c);
	ULONG h1, h2;
	RtlInitUnicodeString(&a, u"Hash");
	RtlInitUnicodeString(&b, u"hASH");
	RtlHashUnicodeString(&a, TRUE, 0, &h1);
	RtlHashUnicodeString(&b, TRUE, 0, &h2);
	assert_int_equal(h1, h2);
	RtlHashUnicodeString(&b, FALSE, 0, &h2);
	assert_int_not_equal(h1, h2);
	/* every BMP character survives the way to UTF-8 and back, surrogate pairs too */
	for (unsigned ch = 1; ch < 0x10000; ch++) {
		WCHAR w = (WCHAR)ch, r[4];
		if (ch >= 0xd800 && ch < 0xe000)
			continue;
		nt_utf8_of(&w, 1, text, sizeof text);
		assert_int_equal(nt_utf16_of(text, r, 4), 1);
		assert_int_equal(r[0], ch);
		assert_int_equal(nt_upcase(nt_upcase(w)), nt_upcase(w));
		if (nt_downcase(w) != w)
			assert_int_equal(nt_upcase(nt_downcase(w)), w);
	}
	WCHAR pair[2] = {0xd83d, 0xde00}, r[4];
	nt_utf8_of(pair, 2, text, sizeof text);
	assert_string_equal(text, "\xf0\x9f\x98\x80");
	assert_int_equal(nt_utf16_of(text, r, 4), 2);
	assert_memory_equal(r, pair, 4);
	assert_int_equal(nt_utf16_of("\xff\xc0\x80", r, 4), 3); /* malformed: replaced, never read beyond */
	nt_pool_stats(&s1);
	assert_int_equal(s0.allocations, s1.allocations);
}

static void numbers(void **state)
{
	UNICODE_STRING s;
	WCHAR buffer[16];
	ULONG v;
	LONG64 v64;
	RtlInitUnicodeString(&s, u" -0x1F rest");
	assert_int_equal(RtlUnicodeStringToInteger(&s, 0, &v), STATUS_SUCCESS);
	assert_int_equal((LONG)v, -31);
	RtlInitUnicodeString(&s, u"0b101");
	RtlUnicodeStringToInteger(&s, 0, &v);
	assert_int_equal(v, 5);
	RtlInitUnicodeString(&s, u"777");
	RtlUnicodeStringToInteger(&s, 8, &v);
	assert_int_equal(v, 511);
	assert_int_equal(RtlUnicodeStringToInteger(&s, 7, &v), STATUS_INVALID_PARAMETER);
	PWSTR end;
	RtlInitUnicodeString(&s, u"12345678901z");
	RtlUnicodeStringToInt64(&s, 10, &v64, &end);
	assert_int_equal(v64, 12345678901ll);
	assert_int_equal(*end, 'z');
	s = (UNICODE_STRING){.MaximumLength = sizeof buffer, .Buffer = buffer};
	RtlIntegerToUnicodeString(0xbeef, 16, &s);
	assert_memory_equal(buffer, u"BEEF", 10);
	s.MaximumLength = 4;
	assert_int_equal(RtlIntegerToUnicodeString(1000, 10, &s), STATUS_BUFFER_OVERFLOW);

	GUID g, ns = {0x6ba7b810, 0x9dad, 0x11d1, {0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8}};
	RtlInitUnicodeString(&s, u"{4d36e972-e325-11ce-bfc1-08002be10318}");
	assert_int_equal(RtlGUIDFromString(&s, &g), STATUS_SUCCESS);
	assert_int_equal(g.Data1, 0x4d36e972);
	assert_int_equal(g.Data4[7], 0x18);
	assert_int_equal(RtlStringFromGUID(&g, &s), STATUS_SUCCESS);
	assert_memory_equal(s.Buffer, u"{4D36E972-E325-11CE-BFC1-08002BE10318}", 78);
	RtlFreeUnicodeString(&s);
	RtlInitUnicodeString(&s, u"{4d36e972-e325-11ce-bfc1-08002be1031}");
	assert_int_equal(RtlGUIDFromString(&s, &g), STATUS_INVALID_PARAMETER);
	/* RFC 4122 name-based, DNS name space: www.example.org */
	RtlGenerateClass5Guid(&ns, (PVOID) "www.example.org", 15, &g);
	GUID expected = {0x74738ff5, 0x5367, 0x5958, {0x9a, 0xee, 0x98, 0xff, 0xfd, 0xcd, 0x18, 0x76}};
	assert_memory_equal(&g, &expected, 16);

	LARGE_INTEGER t;
	TIME_FIELDS f = {.Year = 2024, .Month = 2, .Day = 29, .Hour = 23, .Minute = 59, .Second = 58, .Milliseconds = 7}, back;
	assert_true(RtlTimeFieldsToTime(&f, &t));
	RtlTimeToTimeFields(&t, &back);
	assert_int_equal(back.Weekday, 4); /* a Thursday */
	back.Weekday = f.Weekday;
	assert_memory_equal(&f, &back, sizeof f);
	f.Year = 2023;
	assert_false(RtlTimeFieldsToTime(&f, &t));
	for (LONGLONG day = 0; day < 800 * 366; day += 97) { /* every date goes there and back */
		LARGE_INTEGER in = {.QuadPart = day * 864000000000ll + 12345}, out;
		RtlTimeToTimeFields(&in, &f);
		assert_true(RtlTimeFieldsToTime(&f, &out));
		assert_int_equal(out.QuadPart / 864000000000ll, day);
	}
	assert_int_equal(RtlCrc32("123456789", 9, 0), 0xcbf43926);
	assert_int_equal(RtlCrc64("123456789", 9, 0), 0xae8b14860a799888ull);
	assert_int_equal(RtlFindMostSignificantBit(0x8001), 15);
	assert_int_equal(RtlFindLeastSignificantBit(0), -1);
}

static void bitmaps(void **state)
{
	ULONG words[4];
	RTL_BITMAP m;
	ULONG start;
	RTL_BITMAP_RUN runs[3];
	RtlInitializeBitMap(&m, words, 100);
	RtlClearAllBits(&m);
	RtlSetBits(&m, 10, 70);
	assert_int_equal(RtlNumberOfSetBits(&m), 70);
	assert_true(RtlAreBitsSet(&m, 10, 70));
	assert_false(RtlAreBitsSet(&m, 9, 2));
	assert_false(RtlAreBitsClear(&m, 80, 21)); /* beyond the end */
	assert_int_equal(RtlFindClearBits(&m, 20, 0), 80);
	assert_int_equal(RtlFindClearBits(&m, 21, 0), 0xffffffff);
	assert_int_equal(RtlFindClearBitsAndSet(&m, 5, 0), 0);
	assert_int_equal(RtlFindClearBitsAndSet(&m, 5, 90), 90);
	assert_int_equal(RtlFindClearBits(&m, 5, 96), 5); /* wraps */
	assert_int_equal(RtlFindFirstRunClear(&m, &start), 5);
	assert_int_equal(start, 5);
	assert_int_equal(RtlFindLongestRunClear(&m, &start), 10);
	assert_int_equal(start, 80);
	assert_int_equal(RtlFindClearRuns(&m, runs, 3, TRUE), 3);
	assert_int_equal(runs[0].NumberOfBits, 10);
	assert_int_equal(runs[1].NumberOfBits + runs[2].NumberOfBits, 10);
	assert_int_equal(RtlFindLastBackwardRunClear(&m, 89, &start), 10);
	assert_int_equal(start, 80);
	RtlClearBits(&m, 32, 32);
	assert_int_equal(words[1], 0);
}

static unsigned live;
static PVOID NTAPI tree_allocate(struct _RTL_AVL_TABLE *t, CLONG n)
{
	live++;
	return malloc(n);
}
static VOID NTAPI tree_free(struct _RTL_AVL_TABLE *t, PVOID p)
{
	live--;
	free(p);
}
static RTL_GENERIC_COMPARE_RESULTS NTAPI tree_compare(struct _RTL_AVL_TABLE *t, PVOID a, PVOID b)
{
	ULONG x = *(ULONG *)a, y = *(ULONG *)b;
	return x < y ? GenericLessThan : x > y ? GenericGreaterThan : GenericEqual;
}
static void trees(void **state)
{
	RTL_AVL_TABLE t;
	RTL_GENERIC_TABLE g;
	BOOLEAN fresh;
	bool in[1000] = {false};
	unsigned n = 0, x = 12345;
	RtlInitializeGenericTableAvl(&t, (void *)tree_compare, (void *)tree_allocate, (void *)tree_free, NULL);
	RtlInitializeGenericTable(&g, (void *)tree_compare, (void *)tree_allocate, (void *)tree_free, NULL);
	for (int round = 0; round < 20000; round++) {
		x = x * 1103515245 + 12345;
		ULONG v = x >> 8 & 1023;
		if (v >= 1000)
			continue;
		if (x & 0x80000000) {
			ULONG *e = RtlInsertElementGenericTableAvl(&t, &v, sizeof v, &fresh);
			assert_int_equal(*e, v);
			assert_int_equal(fresh, !in[v]);
			RtlInsertElementGenericTable(&g, &v, sizeof v, &fresh);
			assert_int_equal(fresh, !in[v]);
			n += !in[v];
			in[v] = true;
		} else {
			assert_int_equal(RtlDeleteElementGenericTableAvl(&t, &v), in[v]);
			assert_int_equal(RtlDeleteElementGenericTable(&g, &v), in[v]);
			n -= in[v];
			in[v] = false;
		}
		assert_int_equal(RtlNumberGenericTableElementsAvl(&t), n);
	}
	assert_true(t.DepthOfTree <= 13); /* balanced: 1.44 log2 n */
	unsigned seen = 0;
	ULONG last = 0;
	for (ULONG *e = RtlEnumerateGenericTableAvl(&t, TRUE); e; e = RtlEnumerateGenericTableAvl(&t, FALSE), seen++) {
		assert_true(in[*e] && (!seen || *e > last));
		last = *e;
	}
	assert_int_equal(seen, n);
	seen = 0;
	for (ULONG *e = RtlEnumerateGenericTable(&g, TRUE); e; e = RtlEnumerateGenericTable(&g, FALSE), seen++) {
		assert_true(in[*e] && (!seen || *e > last));
		last = *e;
	}
	assert_int_equal(seen, n);
	PVOID key = NULL;
	seen = 0;
	while (RtlEnumerateGenericTableWithoutSplaying(&g, &key))
		seen++;
	assert_int_equal(seen, n);
	for (ULONG i = 0, before = 0; i < n; i++) {
		ULONG v = *(ULONG *)RtlGetElementGenericTableAvl(&t, i);
		assert_true(!i || v > before);
		before = v;
	}
	for (ULONG v = 0; v < 1000; v++) {
		assert_int_equal(RtlLookupElementGenericTableAvl(&t, &v) != NULL, in[v]);
		assert_int_equal(RtlLookupElementGenericTable(&g, &v) != NULL, in[v]);
		RtlDeleteElementGenericTableAvl(&t, &v);
		RtlDeleteElementGenericTable(&g, &v);
	}
	assert_true(RtlIsGenericTableEmptyAvl(&t) && RtlIsGenericTableEmpty(&g));
	assert_int_equal(live, 0);
}

struct item {
	RTL_DYNAMIC_HASH_TABLE_ENTRY entry;
	unsigned number;
};
static void hash_tables(void **state)
{
	static struct item items[2000];
	RTL_DYNAMIC_HASH_TABLE *t = NULL;
	RTL_DYNAMIC_HASH_TABLE_CONTEXT c;
	RTL_DYNAMIC_HASH_TABLE_ENUMERATOR e;
	struct nt_pool_stats s0, s1;
	nt_pool_stats(&s0);
	assert_true(RtlCreateHashTable(&t, 0, 0));
	for (unsigned i = 0; i < 2000; i++) {
		items[i].number = i;
		assert_true(RtlInsertEntryHashTable(t, &items[i].entry, 1 + i / 2, NULL)); /* each signature twice */
		if (i % 3 == 0)
			assert_true(RtlExpandHashTable(t));
	}
	assert_int_equal(t->NumEntries, 2000);
	assert_true(t->TableSize > 700);
	for (unsigned i = 0; i < 2000; i += 2) {
		RTL_DYNAMIC_HASH_TABLE_ENTRY *x = RtlLookupEntryHashTable(t, 1 + i / 2, &c), *y;
		assert_non_null(x);
		y = RtlGetNextEntryHashTable(t, &c);
		assert_non_null(y);
		assert_int_equal(((struct item *)x)->number / 2, i / 2);
		assert_int_equal(((struct item *)y)->number / 2, i / 2);
		assert_ptr_not_equal(x, y);
		assert_null(RtlGetNextEntryHashTable(t, &c));
	}
	unsigned seen = 0;
	assert_true(RtlInitWeakEnumerationHashTable(t, &e));
	assert_false(RtlExpandHashTable(t));
	for (RTL_DYNAMIC_HASH_TABLE_ENTRY *x; (x = RtlWeaklyEnumerateEntryHashTable(t, &e)); seen++)
		if (seen % 2)
			RtlRemoveEntryHashTable(t, x, NULL);
	RtlEndWeakEnumerationHashTable(t, &e);
	assert_int_equal(seen, 2000);
	assert_int_equal(t->NumEntries, 1000);
	while (RtlContractHashTable(t))
		;
	assert_int_equal(t->TableSize, 128);
	seen = 0;
	RtlInitEnumerationHashTable(t, &e);
	for (RTL_DYNAMIC_HASH_TABLE_ENTRY *x; (x = RtlEnumerateEntryHashTable(t, &e)); seen++)
		RtlRemoveEntryHashTable(t, x, NULL);
	RtlEndEnumerationHashTable(t, &e);
	assert_int_equal(seen, 1000);
	assert_int_equal(t->NonEmptyBuckets, 0);
	RtlDeleteHashTable(t);
	nt_pool_stats(&s1);
	assert_int_equal(s0.allocations, s1.allocations);
}

static void versions(void **state)
{
	RTL_OSVERSIONINFOEXW v = {.dwOSVersionInfoSize = sizeof v};
	ULONG major, minor, build;
	RtlGetVersion((PRTL_OSVERSIONINFOW)&v);
	PsGetVersion(&major, &minor, &build, NULL);
	assert_int_equal(v.dwMajorVersion, major);
	assert_int_equal(v.dwBuildNumber, build);
	if (exec_extra.ndis_version == 0x00060014) {
		assert_int_equal(major, 6);
		assert_int_equal(minor, 1);
		assert_false(RtlIsNtDdiVersionAvailable(0x06020000));
		assert_true(RtlIsNtDdiVersionAvailable(0x06010000));
	} else {
		assert_int_equal(major, 10);
		assert_int_equal(build, 19041);
		assert_true(RtlIsNtDdiVersionAvailable(0x0a000008));
		assert_false(RtlIsNtDdiVersionAvailable(0x0a00000b));
	}
	RTL_OSVERSIONINFOEXW want = {.dwMajorVersion = 6, .dwMinorVersion = 2};
	ULONGLONG mask = VerSetConditionMask(VerSetConditionMask(0, 2, 3), 1, 3); /* VER_MAJORVERSION, VER_MINORVERSION >= */
	NTSTATUS expected = major == 10 ? STATUS_SUCCESS : STATUS_REVISION_MISMATCH;
	assert_int_equal(RtlVerifyVersionInfo(&want, 3, mask), expected);
}
static int setup_old(void **state)
{
	exec_extra.ndis_version = 0x00060014;
	return exec_start(false);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test_setup_teardown(printf_core, setup, teardown),  cmocka_unit_test_setup_teardown(crt, setup, teardown),
	        cmocka_unit_test_setup_teardown(strings, setup, teardown),      cmocka_unit_test_setup_teardown(numbers, setup, teardown),
	        cmocka_unit_test_setup_teardown(bitmaps, setup, teardown),      cmocka_unit_test_setup_teardown(trees, setup, teardown),
	        cmocka_unit_test_setup_teardown(hash_tables, setup, teardown),  cmocka_unit_test_setup_teardown(versions, setup, teardown),
	        cmocka_unit_test_setup_teardown(versions, setup_old, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
