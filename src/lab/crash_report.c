/*
 * The crash report: crash/<driver>-<time>.txt in the working directory, for the person who wrote the driver. And the one line for stderr.
 * What is in it comes from the crash record (copied, bounded: machine_talk.c) and from the trace.
 */
#include "lab/lab_internal.h"
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define TRACE_TAIL 60

static const char *irql_name(unsigned irql)
{
	return irql == 0 ? "PASSIVE_LEVEL" : irql == 1 ? "APC_LEVEL" : irql == 2 ? "DISPATCH_LEVEL" : irql < 13 ? "DIRQL" : "HIGH_LEVEL";
}
static void where_text(struct lab *l, struct symbolizer *s, const struct image_where *w, char *out, size_t max)
{
	char symbol[300];

	if (!*w->module)
		snprintf(out, max, "(not in a driver)");
	else if (!strcasecmp(w->module, l->driver_file) && symbolizer_where(s, w->rva, symbol, sizeof(symbol)))
		snprintf(out, max, "%s+0x%x  %s", w->module, w->rva, symbol);
	else if (*w->symbol)
		snprintf(out, max, "%s+0x%x  %s", w->module, w->rva, w->symbol);
	else
		snprintf(out, max, "%s+0x%x", w->module, w->rva);
}
static void registers(FILE *f, const uint64_t *r)
{
	static const char *const names[] = {"rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi", "r8",
	                                    "r9",  "r10", "r11", "r12", "r13", "r14", "r15", "rip"};

	for (unsigned i = 0; i < ARRAY_LEN(names); i++)
		fprintf(f, "%s%-3s %016" PRIx64 "%s", i % 4 ? "  " : "    ", names[i], r[i], i % 4 == 3 || i == 16 ? "\n" : "");
}
static void trace_tail(struct lab *l, FILE *f)
{
	const struct history_record *from[TRACE_TAIL];
	unsigned count = 0, start = 0;
	uint64_t t0 = 0;

	list_each(p, &l->history)
	{
		const struct history_record *r = base_container_of(p, struct history_record, link);

		if (!report_trace_in(&r->head, RV_BOUNDARY))
			continue;
		from[(start + count) % TRACE_TAIL] = r;
		if (count < TRACE_TAIL)
			count++;
		else
			start = (start + 1) % TRACE_TAIL;
	}
	for (unsigned i = 0; i < count; i++) {
		char line[900];
		const struct history_record *r = from[(start + i) % TRACE_TAIL];

		if (!t0)
			t0 = r->head.time_ns;
		report_trace_line(&r->head, t0, line, sizeof(line));
		fprintf(f, "  %s\n", line);
	}
}
static void print(struct lab *l, FILE *f, const struct nt_crash *c, uint64_t time_wall, struct symbolizer *s, const char *note)
{
	char where[500], when[64], held[300];
	json_t *sandbox;
	time_t seconds = (time_t)(time_wall / 10000000 - 11644473600ull);
	struct tm tm;

	gmtime_r(&seconds, &tm);
	strftime(when, sizeof(when), "%Y-%m-%d %H:%M:%S UTC", &tm);
	where_text(l, s, &c->fault.where, where, sizeof(where));
	fprintf(f, "%s\n\n", c->line);
	fprintf(f, "driver      %s %s   (%s)\n", l->driver_file,
	        json_string_value(json_object_get(l->info, "file_version")) ? json_string_value(json_object_get(l->info, "file_version"))
	                                                                    : "",
	        l->driver_path);
	fprintf(f, "NIC         %s   %s\n", l->name, l->device_id);
	fprintf(f, "time        %s\n", when);
	sandbox = lab_sandbox(l);
	fprintf(f, "sandbox     %s\n", report_sandbox(sandbox, held, sizeof(held)));
	json_decref(sandbox);
	fprintf(f, "class       %s\n", c->klass);
	fprintf(f, "where       %s\n", where);
	fprintf(f, "IRQL        %u (%s), processor %u, thread %s\n", c->irql, irql_name(c->irql), c->cpu, *c->thread ? c->thread : "?");
	fprintf(f, "callback    %s\n", *c->callback ? c->callback : "(none: not in a call of NDIS into the driver)");
	if (c->bugcheck)
		fprintf(f, "bug check   0x%08X (0x%" PRIx64 ", 0x%" PRIx64 ", 0x%" PRIx64 ", 0x%" PRIx64 ")\n", c->bugcheck,
		        c->parameters[0], c->parameters[1], c->parameters[2], c->parameters[3]);
	if (*c->fault.instruction)
		fprintf(f, "instruction %s\n", c->fault.instruction);
	if (c->fault.kind == IMAGE_FAULT_ACCESS)
		fprintf(f, "address     0x%" PRIx64 " (%s)\n", c->fault.address,
		        c->fault.execute ? "execute"
		        : c->fault.write ? "write"
		                         : "read");
	if (c->fault.kind == IMAGE_FAULT_HOST)
		fprintf(f, "            the fault is in Flue's own code, on the driver's behalf: a wrong argument of the driver, or a "
		           "defect of Flue\n");
	if (*note)
		fprintf(f, "symbols     %s\n", note);
	fprintf(f, "\nstack\n");
	for (unsigned i = 0; i < c->fault.depth; i++) {
		where_text(l, s, &c->fault.stack[i], where, sizeof(where));
		fprintf(f, "    #%-2u %s\n", i, where);
	}
	if (!c->fault.depth)
		fprintf(f, "    (no frame of the driver could be unwound)\n");
	fprintf(f, "\nregisters\n");
	registers(f, c->fault.regs);
	fprintf(f, "\nlast calls of the driver, newest last\n");
	for (unsigned i = 0; i < ARRAY_LEN(c->last_calls); i++)
		if (*c->last_calls[i])
			fprintf(f, "    %s\n", c->last_calls[i]);
	fprintf(f, "\nlast lines of the driver's log\n");
	for (unsigned i = 0; i < ARRAY_LEN(c->log_tail); i++)
		if (*c->log_tail[i])
			fprintf(f, "    %s\n", c->log_tail[i]);
	fprintf(f, "\nlast events at the NDIS boundary\n");
	trace_tail(l, f);
}
/* "crash/toe-20260101-120000.txt", numbered when a second one falls into the same second. */
static FILE *create(struct lab *l, uint64_t time_wall, char *path, size_t max)
{
	time_t seconds = (time_t)(time_wall / 10000000 - 11644473600ull);
	char when[32], base[64];
	struct tm tm;
	char *dot;

	gmtime_r(&seconds, &tm);
	strftime(when, sizeof(when), "%Y%m%d-%H%M%S", &tm);
	snprintf(base, sizeof(base), "%.63s", l->driver_file);
	dot = strrchr(base, '.');
	if (dot)
		*dot = 0;
	if (mkdir("crash", 0777) && errno != EEXIST)
		return NULL;
	for (unsigned i = 0; i < 100; i++) {
		int fd;

		if (i)
			snprintf(path, max, "crash/%s-%s.%u.txt", base, when, i);
		else
			snprintf(path, max, "crash/%s-%s.txt", base, when);
		fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
		if (fd >= 0)
			return fdopen(fd, "w");
		if (errno != EEXIST)
			return NULL;
	}
	return NULL;
}
int lab_crash_report(struct lab *l, const struct nt_crash *c, uint64_t time_wall, struct lab_error *e)
{
	char note[300] = "", symbol[300];
	struct symbolizer *s = symbolizer_open(l->driver_path, l->o.symbols, l->info, note, sizeof(note));
	FILE *f = create(l, time_wall, e->report, sizeof(e->report));
	bool named = !strncasecmp(c->line, l->driver_file, strlen(l->driver_file));

	snprintf(e->klass, sizeof(e->klass), "%s", c->klass);
	err_set(&e->e, EIO, "%s%s%s", named ? "" : l->driver_file, named ? "" : ": ", *c->line ? c->line : c->klass);
	if (!strcasecmp(c->fault.where.module, l->driver_file) && symbolizer_where(s, c->fault.where.rva, symbol, sizeof(symbol))) {
		size_t at = strlen(e->e.text);

		snprintf(e->e.text + at, sizeof(e->e.text) - at, ", at %s", symbol);
	}
	if (f) {
		print(l, f, c, time_wall, s, note);
		fclose(f);
	} else {
		log_line(LOG_WARN, "the crash report can't be written under crash/: %s", strerror(errno));
		*e->report = 0;
	}
	symbolizer_close(s);
	return f ? 0 : -EIO;
}
