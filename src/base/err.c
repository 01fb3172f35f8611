#include "base/base.h"
#include <stdio.h>
#include <string.h>

int(err_set)(struct err *e, int code, const char *fmt, ...)
{
	if (e) {
		va_list ap;
		va_start(ap, fmt);
		e->code = -code;
		vsnprintf(e->text, sizeof e->text, fmt, ap);
		va_end(ap);
	}
	return -code;
}

int err_prefix(struct err *e, const char *fmt, ...)
{
	char old[sizeof e->text], head[160];
	va_list ap;

	if (!e)
		return 0;
	va_start(ap, fmt);
	vsnprintf(head, sizeof head, fmt, ap);
	va_end(ap);
	memcpy(old, e->text, sizeof old);
	size_t n = strlen(head);
	memcpy(e->text, head, n);
	snprintf(e->text + n, sizeof e->text - n, ": %.*s", (int)(sizeof e->text - n - 3), old);
	return e->code;
}
