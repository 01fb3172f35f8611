#include "report/trace_text.h"
#include "trace/names.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#define NAME_WIDTH 48

struct text {
	char *out;
	size_t max, at;
};
static void put(struct text *t, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
static void put(struct text *t, const char *fmt, ...)
{
	va_list ap;
	int n;

	if (t->at >= t->max)
		return;
	va_start(ap, fmt);
	n = vsnprintf(t->out + t->at, t->max - t->at, fmt, ap);
	va_end(ap);
	if (n > 0)
		t->at += (size_t)n < t->max - t->at ? (size_t)n : t->max - t->at - 1;
}
/* Text of the machine's or the driver's making, on one line, nothing a terminal would obey. */
static void put_text(struct text *t, const uint8_t *b, size_t n)
{
	while (n && (b[n - 1] == '\n' || b[n - 1] == '\r' || b[n - 1] == 0))
		n--;
	for (size_t i = 0; i < n; i++)
		put(t, "%c", b[i] < 0x20 || b[i] == 0x7f ? ' ' : b[i]);
}
static const char *status_text(uint32_t status, char *out, size_t max)
{
	const char *name = trace_status_name(status);

	if (name)
		return name;
	snprintf(out, max, "0x%08X", status);
	return out;
}
static const struct report_struct *struct_of_status(uint32_t code)
{
	switch (code) {
	case 0x40020003:
	case 0x4002000B: /* NDIS_STATUS_OFFLOAD_RESUME, ..TCP_CONNECTION_OFFLOAD_HARDWARE_CAPABILITIES */
		return &report_connection;
	case 0x40020006:
	case 0x40020007: /* NDIS_STATUS_TASK_OFFLOAD_CURRENT_CONFIG, _HARDWARE_CAPABILITIES */
		return &report_offload;
	case 0x40020008: /* NDIS_STATUS_OFFLOAD_ENCASPULATION_CHANGE */
		return &report_encapsulation;
	default:
		return NULL;
	}
}
static const struct report_struct *struct_of_oid(uint32_t oid)
{
	switch (oid) {
	case 0xFC01020B:
	case 0xFC01020D:
		return &report_offload;
	case 0xFC01020E:
	case 0xFC01020F:
		return &report_connection;
	case 0xFC01020C:
		return &report_parameters;
	case 0xFC030201:
		return &report_connection_parameters;
	case 0x0101010A:
		return &report_encapsulation;
	default:
		return NULL;
	}
}
static void put_struct(struct text *t, const struct report_struct *s, const uint8_t *b, size_t n, bool brief)
{
	char line[400];
	const char *colon;

	if (!s || n < 4)
		return;
	report_struct_summary(s, b, n, line, sizeof(line));
	colon = strchr(line, ':');
	put(t, "%s", brief && colon ? colon + 2 : line);
}
static const char *request_name(uint32_t type)
{
	static const char *const names[] = {"query", "set", "query statistics"};

	return type < ARRAY_LEN(names) ? names[type] : type == 12 ? "method" : "request";
}
static void put_oid(struct text *t, const struct trace_head *h, const uint8_t *p, size_t n)
{
	const struct report_struct *s;
	struct trace_oid o;
	char number[16];

	if (n < sizeof(o))
		return;
	memcpy(&o, p, sizeof(o));
	p += sizeof(o);
	n -= sizeof(o);
	s = struct_of_oid(o.oid);
	if (h->type == TRACE_OID) {
		put(t, "%s%s", request_name(o.request_type), o.by == 0 ? "" : o.by == 1 ? ", answered by NDIS" : ", refused by NDIS");
		if (s && n >= 4) {
			put(t, ": ");
			put_struct(t, s, p, n, true);
		}
		return;
	}
	if (o.by == 1 && o.status == 0 && s) {
		put(t, "NDIS answers from the report: ");
		put_struct(t, s, p, n, true);
		return;
	}
	put(t, "%s%s", status_text(o.status, number, sizeof(number)), o.by == 1 ? " (NDIS answers)" : o.by == 2 ? " (NDIS refuses)" : "");
	if (o.status == 0 && s && n >= 4) {
		put(t, ", ");
		put_struct(t, s, p, n, true);
	} else if (o.status == 0 && o.written) {
		put(t, ", %u bytes", o.written);
	} else if (o.status && o.needed) {
		put(t, ", needs %u bytes", o.needed);
	}
}
static void put_status(struct text *t, const uint8_t *p, size_t n)
{
	struct trace_struct st;
	const struct report_struct *s;

	if (n < sizeof(st))
		return;
	memcpy(&st, p, sizeof(st));
	s = struct_of_status(st.code);
	p += sizeof(st);
	n -= sizeof(st);
	if (s && n >= 4)
		put_struct(t, s, p, n < st.bytes ? n : st.bytes, false);
	else if (st.bytes)
		put(t, "%u bytes", st.bytes);
}
static void put_attributes(struct text *t, const uint8_t *p, size_t n)
{
	struct trace_struct st;
	const char *name;
	char number[16];

	if (n < sizeof(st))
		return;
	memcpy(&st, p, sizeof(st));
	name = trace_object_type_name(st.code);
	if (name && !strncmp(name, "NDIS_OBJECT_TYPE_", 17))
		name += 17;
	if (name)
		put(t, "%s", name);
	else
		put(t, "type 0x%X", st.code);
	put(t, ", %u bytes: %s", st.given, status_text(st.result, number, sizeof(number)));
}
static void put_values(struct text *t, const struct trace_head *h, const uint8_t *p, size_t n)
{
	uint64_t v[4] = {0};
	char number[16];

	memcpy(v, p, n < sizeof(v) ? n : sizeof(v));
	if (h->type == TRACE_RETURN || h->type == TRACE_CALLBACK_RETURN) {
		const char *name = v[0] <= UINT32_MAX ? trace_status_name((uint32_t)v[0]) : NULL;

		put(t, "= 0x%" PRIx64 "%s%s", v[0], name && (v[0] == 0 ? false : true) ? " " : "", name && v[0] ? name : "");
		(void)number;
		return;
	}
	put(t, "(0x%" PRIx64 ", 0x%" PRIx64 ", 0x%" PRIx64 ", 0x%" PRIx64 ")", v[0], v[1], v[2], v[3]);
	if (h->type == TRACE_CALL && n >= 36) {
		uint32_t rva;

		memcpy(&rva, p + 32, 4);
		put(t, " from +0x%x", rva);
	}
}
static const char *arrow(const struct trace_head *h)
{
	if (h->type == TRACE_OID_DONE && h->payload >= sizeof(struct trace_oid)) {
		struct trace_oid o;

		memcpy(&o, trace_payload(h), sizeof(o));
		if (o.by == 1)
			return "->"; /* asked from above and answered by NDIS: one line for both */
	}
	switch (h->type) {
	case TRACE_CALL:
	case TRACE_ATTRIBUTES:
	case TRACE_STATUS:
	case TRACE_OID_DONE:
	case TRACE_CALLBACK_RETURN:
		return "<-"; /* from the driver, or an answer to the stack */
	case TRACE_OID:
	case TRACE_CALLBACK:
	case TRACE_RETURN:
		return "->";
	case TRACE_FINDING:
		return "!!";
	case TRACE_BUS:
	case TRACE_NIC:
		return "##";
	default:
		return "--";
	}
}
static void put_bus(struct text *t, const uint8_t *p, size_t n)
{
	static const char *const ops[] = {"read", "write", "config read", "config write", "reset", "flush", "write", "interrupt"};
	struct trace_bus b;

	if (n < sizeof(b))
		return;
	memcpy(&b, p, sizeof(b));
	put(t, "%s BAR%u+0x%" PRIx64 " %u bytes 0x%" PRIx64, b.op < ARRAY_LEN(ops) ? ops[b.op] : "access", b.bar, b.offset, b.size,
	    b.value);
}
static void detail(struct text *t, const struct trace_head *h)
{
	const uint8_t *p = trace_payload(h);
	size_t n = h->payload;

	switch (h->type) {
	case TRACE_OID:
	case TRACE_OID_DONE:
		put_oid(t, h, p, n);
		break;
	case TRACE_STATUS:
		put_status(t, p, n);
		break;
	case TRACE_ATTRIBUTES:
		put_attributes(t, p, n);
		break;
	case TRACE_CALL:
	case TRACE_RETURN:
	case TRACE_CALLBACK:
	case TRACE_CALLBACK_RETURN:
		put_values(t, h, p, n);
		break;
	case TRACE_BUS:
		put_bus(t, p, n);
		break;
	default:
		put_text(t, p, n);
	}
}
static void name_of(const struct trace_head *h, char *out, size_t max)
{
	const uint8_t *p = trace_payload(h);

	trace_head_name(h, out, max);
	for (char *c = out; *c; c++)
		if ((unsigned char)*c < 0x20 || *c == 0x7f)
			*c = ' ';
	if (*out)
		return;
	if ((h->type == TRACE_OID || h->type == TRACE_OID_DONE) && h->payload >= 4) {
		uint32_t oid;
		const char *name;

		memcpy(&oid, p, 4);
		name = trace_oid_name(oid);
		if (name)
			snprintf(out, max, "%s", name);
		else
			snprintf(out, max, "OID 0x%08X", oid);
	} else if (h->type == TRACE_STATUS && h->payload >= 4) {
		uint32_t code;

		memcpy(&code, p, 4);
		status_text(code, out, max);
		if (trace_status_name(code))
			snprintf(out, max, "%s", trace_status_name(code));
	} else if (h->type == TRACE_STATE) {
		snprintf(out, max, "state");
	}
}
size_t report_trace_line(const struct trace_head *h, uint64_t t0, char *out, size_t max)
{
	struct text t = {out, max, 0};
	uint64_t us = h->time_ns > t0 ? (h->time_ns - t0) / 1000 : 0;
	char name[160];
	size_t before;

	if (max)
		*out = 0;
	name_of(h, name, sizeof(name));
	if (us >= 1000000)
		put(&t, "%3" PRIu64 ".%06" PRIu64 "  %s %-*s", us / 1000000, us % 1000000, arrow(h), NAME_WIDTH, name);
	else
		put(&t, "  .%06" PRIu64 "  %s %-*s", us, arrow(h), NAME_WIDTH, name);
	put(&t, " ");
	before = t.at;
	detail(&t, h);
	if (t.at == before)
		while (t.at && out[t.at - 1] == ' ')
			out[--t.at] = 0;
	return t.at;
}
void report_trace_append(char *line, size_t max, const struct trace_head *note)
{
	struct text t = {line, max, strlen(line)};
	const uint8_t *p = trace_payload(note);
	static const char answer[] = "NDIS answers from the report";
	size_t column = sizeof("  .000000  <- ") - 1 + NAME_WIDTH + 1;

	if (note->payload >= sizeof(answer) - 1 && !memcmp(p, answer, sizeof(answer) - 1) && strstr(line, answer))
		return;
	if (t.at > column)
		put(&t, "; ");
	else
		put(&t, "%*s", (int)(column - t.at), "");
	put_text(&t, p, note->payload);
}
json_t *report_trace_json(const struct trace_head *h, uint64_t t0)
{
	static const char *const types[] = {"",       "call",  "return", "callback", "callback_return", "attributes", "oid", "oid_done",
	                                    "status", "state", "log",    "note",     "finding",         "bus",        "nic"};
	static const char *const writers[] = {"machine", "hardware", "network"};
	char name[160], text[1200];
	struct text t = {text, sizeof(text), 0};
	json_t *j;

	*text = 0;
	name_of(h, name, sizeof(name));
	detail(&t, h);
	j = json_pack("{s:s,s:s,s:s*,s:s*,s:I,s:I,s:i,s:i,s:i}", "type", h->type < ARRAY_LEN(types) ? types[h->type] : "?", "writer",
	              h->writer < ARRAY_LEN(writers) ? writers[h->writer] : "?", "name", name, "text", text, "seq", (json_int_t)h->seq,
	              "time_ns", (json_int_t)h->time_ns, "cpu", (int)h->cpu, "irql", (int)h->irql, "call_id", (int)h->call_id);
	(void)t0;
	if (!j) /* the driver logged something that is not UTF-8 */
		j = json_pack("{s:s,s:I}", "type", h->type < ARRAY_LEN(types) ? types[h->type] : "?", "time_ns", (json_int_t)h->time_ns);
	return j;
}
bool report_trace_in(const struct trace_head *h, enum report_view v)
{
	switch (v) {
	case RV_ALL:
		return true;
	case RV_BOUNDARY:
		return h->type != TRACE_RETURN && h->type != TRACE_CALLBACK_RETURN && h->type != TRACE_BUS;
	case RV_LOG:
		return h->type == TRACE_LOG || h->type == TRACE_FINDING || h->type == TRACE_STATE || h->type == TRACE_NIC;
	case RV_OFFLOAD:
		if (h->type == TRACE_OID && h->payload >= sizeof(struct trace_oid)) {
			struct trace_oid o;

			memcpy(&o, trace_payload(h), sizeof(o));
			return o.by == 0; /* what NDIS answers itself is told once, with the answer */
		}
		return h->type == TRACE_STATUS || h->type == TRACE_OID_DONE || h->type == TRACE_NOTE || h->type == TRACE_FINDING ||
		       h->type == TRACE_NIC;
	}
	return true;
}
