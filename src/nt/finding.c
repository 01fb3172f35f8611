/*
 * Findings: what a driver does wrong without ending by it. Counted, traced (TRACE_FINDING), the newest kept. The same text is traced 16
 * times at most, then only counted: a driver that is wrong in its data path would fill the log with it.
 */
#include "nt/core.h"
#include "trace/trace.h"
#include <stdio.h>
#include <string.h>

#define REPEATS 16
#define BUCKETS 256

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static unsigned count;
static char last[512];
static struct {
	uint32_t hash, times;
} seen[BUCKETS];

static uint32_t hash(const char *a, const char *b)
{
	uint32_t h = 2166136261u;
	for (; *a; a++)
		h = (h ^ (uint8_t)*a) * 16777619u;
	for (; *b; b++)
		h = (h ^ (uint8_t)*b) * 16777619u;
	return h;
}

void nt_finding(const char *rule, const char *fmt, ...)
{
	char text[sizeof last], where[200];
	const void *caller = nt_caller();
	va_list ap;

	va_start(ap, fmt);
	int n = vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	if (caller && n > 0 && (size_t)n + 8 < sizeof text && !strstr(text, ".sys+0x"))
		snprintf(text + n, sizeof text - (size_t)n, " (at %s)", nt_where_text(caller, where, sizeof where));
	uint32_t h = hash(rule, text);
	pthread_mutex_lock(&lock);
	count++;
	memcpy(last, text, sizeof last);
	if (seen[h % BUCKETS].hash != h) {
		seen[h % BUCKETS].hash = h;
		seen[h % BUCKETS].times = 0;
	}
	bool tell = ++seen[h % BUCKETS].times <= REPEATS;
	pthread_mutex_unlock(&lock);
	if (!tell)
		return;
	trace_textf(TRACE_FINDING, 0xff, rule, "%s", text);
	nt_crash_log(rule, text);
}

unsigned nt_finding_count(void)
{
	pthread_mutex_lock(&lock);
	unsigned n = count;
	pthread_mutex_unlock(&lock);
	return n;
}

/* A copy per thread: the newest may be replaced any time. */
const char *nt_finding_last(void)
{
	static __thread char copy[sizeof last];
	pthread_mutex_lock(&lock);
	memcpy(copy, last, sizeof last);
	pthread_mutex_unlock(&lock);
	return copy;
}

void nt_finding_reset(void)
{
	pthread_mutex_lock(&lock);
	count = 0;
	last[0] = 0;
	memset(seen, 0, sizeof seen);
	pthread_mutex_unlock(&lock);
}
