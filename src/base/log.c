#include "base/base.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void (*sink)(enum log_level, const char *, void *);
static void *sink_ctx;

void log_set_sink(void (*fn)(enum log_level, const char *, void *), void *ctx)
{
	sink_ctx = ctx;
	sink = fn;
}

void log_line(enum log_level level, const char *fmt, ...)
{
	static int debug = -1;
	char text[1024];
	va_list ap;

	if (debug < 0) {
		const char *v = getenv("FLUE_LOG");
		debug = v && strcmp(v, "debug") == 0;
	}
	if (level == LOG_DEBUG && !debug)
		return;
	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	if (sink)
		sink(level, text, sink_ctx);
	else
		fprintf(stderr, "flue: %s\n", text);
}
