/*
 * The C runtime that ntoskrnl exports: nt_crt_<name>, exported as <name> (the names clash with libc's). 8-bit character functions know
 * ASCII only, as in the kernel's "C" locale. Secure variants return errno values and empty the destination when it is too small; the kernel
 * has no invalid-parameter handler.
 */
#include "nt/exec.h"
#include <stdlib.h>
#include <string.h>

#define MS        __attribute__((ms_abi))
#define EINVAL_MS 22
#define ERANGE_MS 34
#define STRUNCATE 80
#define TRUNCATE  ((size_t)-1)

/* ---- memory and narrow strings: libc's, behind the other calling convention */
MS void *nt_crt_memcpy(void *d, const void *s, size_t n)
{
	return memmove(d, s, n);
} /* overlapping calls worked in the kernel's memcpy; keep them working */
MS void *nt_crt_memmove(void *d, const void *s, size_t n)
{
	return memmove(d, s, n);
}
MS void *nt_crt_memset(void *d, int c, size_t n)
{
	return memset(d, c, n);
}
MS int nt_crt_memcmp(const void *a, const void *b, size_t n)
{
	return memcmp(a, b, n);
}
MS void *nt_crt_memchr(const void *s, int c, size_t n)
{
	return (void *)(uintptr_t)memchr(s, c, n);
}
MS size_t nt_crt_strlen(const char *s)
{
	return strlen(s);
}
MS size_t nt_crt_strnlen(const char *s, size_t n)
{
	return strnlen(s, n);
}
MS int nt_crt_strcmp(const char *a, const char *b)
{
	return strcmp(a, b);
}
MS int nt_crt_strncmp(const char *a, const char *b, size_t n)
{
	return strncmp(a, b, n);
}
MS char *nt_crt_strcpy(char *d, const char *s)
{
	return strcpy(d, s);
}
MS char *nt_crt_strncpy(char *d, const char *s, size_t n)
{
	size_t i = 0;
	for (; i < n && s[i]; i++)
		d[i] = s[i];
	memset(d + i, 0, n - i);
	return d;
}
MS char *nt_crt_strcat(char *d, const char *s)
{
	return strcat(d, s);
}
MS char *nt_crt_strncat(char *d, const char *s, size_t n)
{
	size_t at = strlen(d), len = strnlen(s, n);
	memmove(d + at, s, len);
	d[at + len] = 0;
	return d;
}
MS char *nt_crt_strchr(const char *s, int c)
{
	return (char *)(uintptr_t)strchr(s, c);
}
MS char *nt_crt_strrchr(const char *s, int c)
{
	return (char *)(uintptr_t)strrchr(s, c);
}
MS char *nt_crt_strstr(const char *s, const char *w)
{
	return (char *)(uintptr_t)strstr(s, w);
}
MS size_t nt_crt_strspn(const char *s, const char *set)
{
	return strspn(s, set);
}

/* ---- characters */
static int lower(int c)
{
	return c >= 'A' && c <= 'Z' ? c + 32 : c;
}
static int upper(int c)
{
	return c >= 'a' && c <= 'z' ? c - 32 : c;
}
static bool digit(int c)
{
	return c >= '0' && c <= '9';
}
static bool alpha(int c)
{
	return lower(c) >= 'a' && lower(c) <= 'z';
}
static bool space(int c)
{
	return c == ' ' || (c >= 9 && c <= 13);
}
MS int nt_crt_tolower(int c)
{
	return lower(c);
}
MS int nt_crt_toupper(int c)
{
	return upper(c);
}
MS int nt_crt_isdigit(int c)
{
	return digit(c);
}
MS int nt_crt_isalpha(int c)
{
	return alpha(c);
}
MS int nt_crt_isalnum(int c)
{
	return alpha(c) || digit(c);
}
MS int nt_crt_isspace(int c)
{
	return space(c);
}
MS int nt_crt_islower(int c)
{
	return c >= 'a' && c <= 'z';
}
MS int nt_crt_isupper(int c)
{
	return c >= 'A' && c <= 'Z';
}
MS int nt_crt_isprint(int c)
{
	return c >= 32 && c < 127;
}
MS int nt_crt_isxdigit(int c)
{
	return digit(c) || (lower(c) >= 'a' && lower(c) <= 'f');
}
MS WCHAR nt_crt_towlower(WCHAR c)
{
	return nt_downcase(c);
}
MS WCHAR nt_crt_towupper(WCHAR c)
{
	return nt_upcase(c);
}
MS int nt_crt_iswdigit(WCHAR c)
{
	return digit(c);
}
MS int nt_crt_iswxdigit(WCHAR c)
{
	return digit(c) || (c < 128 && lower(c) >= 'a' && lower(c) <= 'f');
}
MS int nt_crt_iswspace(WCHAR c)
{
	return space(c) || c == 0xa0 || c == 0x3000;
}
MS int nt_crt_iswalpha(WCHAR c)
{
	return (c < 128 && alpha(c)) || nt_upcase(c) != c || nt_downcase(c) != c;
}
MS int nt_crt_iswalnum(WCHAR c)
{
	return digit(c) || nt_crt_iswalpha(c);
}

MS int nt_crt__stricmp(const char *a, const char *b)
{
	for (;; a++, b++) {
		int x = lower((unsigned char)*a), y = lower((unsigned char)*b);
		if (x != y || !x)
			return x - y;
	}
}
MS int nt_crt__strnicmp(const char *a, const char *b, size_t n)
{
	for (; n--; a++, b++) {
		int x = lower((unsigned char)*a), y = lower((unsigned char)*b);
		if (x != y || !x)
			return x - y;
	}
	return 0;
}
MS char *nt_crt__strlwr(char *s)
{
	for (char *p = s; *p; p++)
		*p = (char)lower(*p);
	return s;
}
MS char *nt_crt__strupr(char *s)
{
	for (char *p = s; *p; p++)
		*p = (char)upper(*p);
	return s;
}
MS char *nt_crt__strset(char *s, int c)
{
	memset(s, c, strlen(s));
	return s;
}
MS char *nt_crt__strnset(char *s, int c, size_t n)
{
	memset(s, c, strnlen(s, n));
	return s;
}
MS char *nt_crt__strrev(char *s)
{
	for (size_t i = 0, j = strlen(s); i + 1 < j; i++) {
		char c = s[i];
		s[i] = s[--j];
		s[j] = c;
	}
	return s;
}

/* ---- wide strings */
MS size_t nt_crt_wcslen(const WCHAR *s)
{
	return nt_wcslen(s);
}
MS size_t nt_crt_wcsnlen(const WCHAR *s, size_t n)
{
	size_t i = 0;
	while (i < n && s[i])
		i++;
	return i;
}
static int wcompare(const WCHAR *a, const WCHAR *b, size_t n, bool fold)
{
	for (; n--; a++, b++) {
		int x = fold ? nt_downcase(*a) : *a, y = fold ? nt_downcase(*b) : *b;
		if (x != y || !x)
			return x - y;
	}
	return 0;
}
MS int nt_crt_wcscmp(const WCHAR *a, const WCHAR *b)
{
	return wcompare(a, b, TRUNCATE, false);
}
MS int nt_crt_wcsncmp(const WCHAR *a, const WCHAR *b, size_t n)
{
	return wcompare(a, b, n, false);
}
MS int nt_crt__wcsicmp(const WCHAR *a, const WCHAR *b)
{
	return wcompare(a, b, TRUNCATE, true);
}
MS int nt_crt__wcsnicmp(const WCHAR *a, const WCHAR *b, size_t n)
{
	return wcompare(a, b, n, true);
}
MS WCHAR *nt_crt_wcscpy(WCHAR *d, const WCHAR *s)
{
	memmove(d, s, (nt_wcslen(s) + 1) * 2);
	return d;
}
MS WCHAR *nt_crt_wcsncpy(WCHAR *d, const WCHAR *s, size_t n)
{
	size_t len = nt_crt_wcsnlen(s, n);
	memmove(d, s, len * 2);
	memset(d + len, 0, (n - len) * 2);
	return d;
}
MS WCHAR *nt_crt_wcscat(WCHAR *d, const WCHAR *s)
{
	nt_crt_wcscpy(d + nt_wcslen(d), s);
	return d;
}
MS WCHAR *nt_crt_wcsncat(WCHAR *d, const WCHAR *s, size_t n)
{
	size_t at = nt_wcslen(d), len = nt_crt_wcsnlen(s, n);
	memmove(d + at, s, len * 2);
	d[at + len] = 0;
	return d;
}
MS WCHAR *nt_crt_wcschr(const WCHAR *s, WCHAR c)
{
	for (;; s++) {
		if (*s == c)
			return (WCHAR *)(uintptr_t)s;
		if (!*s)
			return NULL;
	}
}
MS WCHAR *nt_crt_wcsrchr(const WCHAR *s, WCHAR c)
{
	for (size_t i = nt_wcslen(s) + 1; i--;)
		if (s[i] == c)
			return (WCHAR *)(uintptr_t)(s + i);
	return NULL;
}
MS WCHAR *nt_crt_wcsstr(const WCHAR *s, const WCHAR *w)
{
	size_t n = nt_wcslen(w);
	for (;; s++) {
		if (!wcompare(s, w, n, false))
			return (WCHAR *)(uintptr_t)s;
		if (!*s)
			return NULL;
	}
}
MS size_t nt_crt_wcsspn(const WCHAR *s, const WCHAR *set)
{
	size_t n = 0;
	while (s[n] && nt_crt_wcschr(set, s[n]))
		n++;
	return n;
}
MS WCHAR *nt_crt__wcslwr(WCHAR *s)
{
	for (WCHAR *p = s; *p; p++)
		*p = nt_downcase(*p);
	return s;
}
MS WCHAR *nt_crt__wcsupr(WCHAR *s)
{
	for (WCHAR *p = s; *p; p++)
		*p = nt_upcase(*p);
	return s;
}
MS WCHAR *nt_crt__wcsset(WCHAR *s, WCHAR c)
{
	for (WCHAR *p = s; *p; p++)
		*p = c;
	return s;
}
MS WCHAR *nt_crt__wcsnset(WCHAR *s, WCHAR c, size_t n)
{
	for (WCHAR *p = s; *p && n--; p++)
		*p = c;
	return s;
}
MS WCHAR *nt_crt__wcsrev(WCHAR *s)
{
	for (size_t i = 0, j = nt_wcslen(s); i + 1 < j; i++) {
		WCHAR c = s[i];
		s[i] = s[--j];
		s[j] = c;
	}
	return s;
}

/* ---- secure copies */
MS int nt_crt_strncpy_s(char *d, size_t size, const char *s, size_t count)
{
	if (!d || !size)
		return EINVAL_MS;
	d[0] = 0;
	if (!s)
		return count ? EINVAL_MS : 0;
	size_t len = strnlen(s, count == TRUNCATE ? size : count);
	if (len >= size) {
		if (count != TRUNCATE)
			return ERANGE_MS;
		memmove(d, s, size - 1);
		d[size - 1] = 0;
		return STRUNCATE;
	}
	memmove(d, s, len);
	d[len] = 0;
	return 0;
}
MS int nt_crt_strcpy_s(char *d, size_t size, const char *s)
{
	return nt_crt_strncpy_s(d, size, s, TRUNCATE - 1);
}
MS int nt_crt_strncat_s(char *d, size_t size, const char *s, size_t count)
{
	size_t at = d && size ? strnlen(d, size) : 0;
	if (!d || !size || at == size)
		return EINVAL_MS;
	int r = nt_crt_strncpy_s(d + at, size - at, s, count);
	if (r && r != STRUNCATE)
		d[0] = 0;
	return r;
}
MS int nt_crt_strcat_s(char *d, size_t size, const char *s)
{
	return nt_crt_strncat_s(d, size, s, TRUNCATE - 1);
}
MS int nt_crt_wcsncpy_s(WCHAR *d, size_t size, const WCHAR *s, size_t count)
{
	if (!d || !size)
		return EINVAL_MS;
	d[0] = 0;
	if (!s)
		return count ? EINVAL_MS : 0;
	size_t len = nt_crt_wcsnlen(s, count == TRUNCATE ? size : count);
	if (len >= size) {
		if (count != TRUNCATE)
			return ERANGE_MS;
		memmove(d, s, (size - 1) * 2);
		d[size - 1] = 0;
		return STRUNCATE;
	}
	memmove(d, s, len * 2);
	d[len] = 0;
	return 0;
}
MS int nt_crt_wcscpy_s(WCHAR *d, size_t size, const WCHAR *s)
{
	return nt_crt_wcsncpy_s(d, size, s, TRUNCATE - 1);
}
MS int nt_crt_wcsncat_s(WCHAR *d, size_t size, const WCHAR *s, size_t count)
{
	size_t at = d && size ? nt_crt_wcsnlen(d, size) : 0;
	if (!d || !size || at == size)
		return EINVAL_MS;
	int r = nt_crt_wcsncpy_s(d + at, size - at, s, count);
	if (r && r != STRUNCATE)
		d[0] = 0;
	return r;
}
MS int nt_crt_wcscat_s(WCHAR *d, size_t size, const WCHAR *s)
{
	return nt_crt_wcsncat_s(d, size, s, TRUNCATE - 1);
}
MS char *nt_crt_strtok_s(char *s, const char *delimiters, char **context)
{
	return strtok_r(s, delimiters, context);
}

/* ---- multibyte: UTF-8 */
MS size_t nt_crt_mbstowcs(WCHAR *d, const char *s, size_t max)
{
	ULONG bytes = 0;
	RtlUTF8ToUnicodeN(NULL, 0, &bytes, s, (ULONG)strlen(s));
	if (!d)
		return bytes / 2;
	RtlUTF8ToUnicodeN(d, (ULONG)(max * 2), &bytes, s, (ULONG)strlen(s));
	if (bytes / 2 < max)
		d[bytes / 2] = 0;
	return bytes / 2;
}
MS size_t nt_crt_wcstombs(char *d, const WCHAR *s, size_t max)
{
	ULONG bytes = 0;
	RtlUnicodeToUTF8N(NULL, 0, &bytes, s, (ULONG)nt_wcslen(s) * 2);
	if (!d)
		return bytes;
	RtlUnicodeToUTF8N(d, (ULONG)max, &bytes, s, (ULONG)nt_wcslen(s) * 2);
	if (bytes < max)
		d[bytes] = 0;
	return bytes;
}

/* A pure virtual function was called in a C++ driver. */
MS int nt_crt__purecall(void)
{
	nt_crash_driver("pure virtual call", "the driver called a pure virtual function");
}
