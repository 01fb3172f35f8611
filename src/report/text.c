/* Small text: versions, hex, suggestions. */
#include "report/report.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

const char *report_version_text(uint32_t version, char *out, size_t max)
{
	/* NDIS says 6.0, 6.1, 6.20: minor 0 and 1 stand alone */
	snprintf(out, max, "%u.%u", version >> 16, version & 0xffff);
	return out;
}
uint32_t report_version_parse(const char *text)
{
	unsigned major, minor;
	int used = 0;

	if (sscanf(text, "%u.%u%n", &major, &minor, &used) != 2 || text[used] || major > 0xffff || minor > 0xffff)
		return 0;
	return major << 16 | minor;
}
char *report_hex(const void *bytes, size_t size)
{
	static const char digit[] = "0123456789abcdef";
	const uint8_t *b = bytes;
	char *out = malloc(size * 2 + 1);

	if (!out)
		return NULL;
	for (size_t i = 0; i < size; i++) {
		out[i * 2] = digit[b[i] >> 4];
		out[i * 2 + 1] = digit[b[i] & 15];
	}
	out[size * 2] = 0;
	return out;
}
static int nibble(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = (char)tolower((unsigned char)c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}
int report_unhex(const char *hex, void *out, size_t max)
{
	uint8_t *o = out;
	size_t n = 0;

	while (*hex) {
		int high, low;

		if (*hex == ' ' || *hex == ':' || *hex == '-') {
			hex++;
			continue;
		}
		high = nibble(hex[0]);
		low = high < 0 ? -1 : nibble(hex[1]);
		if (low < 0)
			return -EINVAL;
		if (n == max)
			return -ENOSPC;
		o[n++] = (uint8_t)(high << 4 | low);
		hex += 2;
	}
	return (int)n;
}
static unsigned distance(const char *a, const char *b)
{
	unsigned row[64];
	size_t la = strlen(a), lb = strlen(b);

	if (lb >= ARRAY_LEN(row) || la >= ARRAY_LEN(row))
		return 99;
	for (size_t j = 0; j <= lb; j++)
		row[j] = (unsigned)j;
	for (size_t i = 1; i <= la; i++) {
		unsigned diagonal = row[0];

		row[0] = (unsigned)i;
		for (size_t j = 1; j <= lb; j++) {
			unsigned up = row[j], best = diagonal + (tolower((unsigned char)a[i - 1]) != tolower((unsigned char)b[j - 1]));

			if (row[j - 1] + 1 < best)
				best = row[j - 1] + 1;
			if (up + 1 < best)
				best = up + 1;
			diagonal = up;
			row[j] = best;
		}
	}
	return row[lb];
}
const char *report_suggest(const char *word, const char *const *names, size_t count)
{
	const char *best = NULL;
	unsigned least = (unsigned)strlen(word) / 2 + 1;

	for (size_t i = 0; i < count; i++) {
		unsigned d = distance(word, names[i]);

		if (d < least && d <= 6) {
			least = d;
			best = names[i];
		}
	}
	return best;
}
