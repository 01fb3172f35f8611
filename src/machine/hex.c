#include "machine/control.h"
#include <stdlib.h>
#include <string.h>

json_t *machine_hex(const void *data, size_t bytes)
{
	static const char digits[] = "0123456789abcdef";
	char *text = malloc(2 * bytes + 1);
	if (!text)
		return NULL;
	for (size_t i = 0; i < bytes; i++) {
		text[2 * i] = digits[((const uint8_t *)data)[i] >> 4];
		text[2 * i + 1] = digits[((const uint8_t *)data)[i] & 15];
	}
	json_t *j = json_stringn(text, 2 * bytes);
	free(text);
	return j;
}

static int digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 32;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

void *machine_unhex(const char *text, size_t *bytes)
{
	size_t n = text ? strlen(text) : 0;
	if (n % 2)
		return NULL;
	uint8_t *out = malloc(n / 2 + 1);
	for (size_t i = 0; out && i < n / 2; i++) {
		int hi = digit(text[2 * i]), lo = digit(text[2 * i + 1]);
		if (hi < 0 || lo < 0) {
			free(out);
			return NULL;
		}
		out[i] = (uint8_t)(hi << 4 | lo);
	}
	*bytes = n / 2;
	return out;
}
