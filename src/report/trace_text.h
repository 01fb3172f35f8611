/* Trace records as lines and as JSON: `flue watch`, `flue log`, what `flue offloads NIC NAME=VALUE` prints, the end of a crash report. */
#pragma once
#include "report/report.h"
#include "trace/trace.h"

/* "  .000102  <- NDIS_STATUS_OFFLOAD_PAUSE   ...". t0 is the time of the first line. Seconds are shown from the first on: "  1.000102". */
size_t report_trace_line(const struct trace_head *h, uint64_t t0, char *out, size_t max);
/* Appends a note's text to the line of the event that it is about; what the line says already is not said twice. */
void report_trace_append(char *line, size_t max, const struct trace_head *note);
json_t *report_trace_json(const struct trace_head *h, uint64_t t0);
/* What people want to see of it: views of a log. */
enum report_view {
	RV_ALL,      /* everything */
	RV_BOUNDARY, /* calls without their returns, statuses, OIDs, states, notes, findings */
	RV_OFFLOAD,  /* statuses, OIDs, notes, findings: what followed a change of the report */
	RV_LOG,      /* the driver's own words, states, findings */
};
bool report_trace_in(const struct trace_head *h, enum report_view v);
