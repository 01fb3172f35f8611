/*
 * `flue offloads`: what the driver reported, in the shape of `!ndiskd.netadapter -offloads` (heading, offload type, current config,
 * hardware capability, members indented), with our third column: does the host stack use it now, and why not.
 *
 * A member that the structure's revision does not have is n/a: the driver's NDIS version can't say. A structure that was never handed over
 * is "not reported".
 */
#include "report/report.h"
#include <stdlib.h>
#include <string.h>

#define LABEL_WIDTH  48 /* "Receive Segment Coalescing (RSC) with TCP/IPv4" and a gap */
#define COLUMN_WIDTH 24

static void row(FILE *f, unsigned indent, const char *label, const char *cur, const char *hw, const char *oper)
{
	char line[512];
	int n = snprintf(line, sizeof(line), "%*s%-*s%s%-*s%s%-*s%s", (int)indent, "", LABEL_WIDTH - ((int)indent - 4), label,
	                 strlen(label) >= (size_t)(LABEL_WIDTH - ((int)indent - 4)) ? " " : "", COLUMN_WIDTH, cur,
	                 strlen(cur) >= COLUMN_WIDTH ? " " : "", COLUMN_WIDTH, hw, oper);

	if (n >= (int)sizeof(line))
		n = (int)sizeof(line) - 1;
	while (n > 0 && line[n - 1] == ' ')
		line[--n] = 0;
	fprintf(f, "%s\n", line);
}
static const char *cell(const struct report_struct *s, const struct report_field *fl, const struct report_bytes *b, bool hardware,
                        char *out, size_t max)
{
	if (b->size == 0)
		return "not reported";
	if (!report_field_present(s, fl, b->b, b->size))
		return "n/a";
	return report_field_text(fl, report_field_value(fl, b->b), hardware, out, max);
}
static bool nonzero(const struct report_struct *s, const struct report_field *fl, const struct report_bytes *b)
{
	return b->size && report_field_present(s, fl, b->b, b->size) && report_field_value(fl, b->b);
}
static bool block_nonzero(const struct report_struct *s, const struct report_block *blk, const struct report_bytes *b)
{
	for (unsigned k = 0; k < blk->count; k++)
		if (nonzero(s, &blk->fields[k], b))
			return true;
	return false;
}
/* Is the offload there? A block with an Encapsulation member counts only with a non-zero one (reporting.md section 6) and a feature that is
 * on. */
static const char *block_state(const struct report_struct *s, const struct report_block *blk, const struct report_bytes *b)
{
	const struct report_field *first = &blk->fields[0];
	bool feature = blk->count == 1;

	if (b->size == 0)
		return "not reported";
	if (!report_field_present(s, first, b->b, b->size))
		return "n/a";
	if (first->kind == RK_ENUM)
		return report_field_value(first, b->b) >= 2 ? "Yes" : "No";
	if (first->kind == RK_NIBBLE) {
		for (unsigned k = 0; k < blk->count; k++)
			if (blk->fields[k].kind == RK_NIBBLE && nonzero(s, &blk->fields[k], b))
				return "Yes";
		return "No";
	}
	if (!report_field_value(first, b->b))
		return "No";
	for (unsigned k = 1; k < blk->count && !feature; k++) {
		const struct report_field *fl = &blk->fields[k];

		if (!report_field_present(s, fl, b->b, b->size))
			continue;
		feature = fl->kind == RK_SUPPORT ? report_field_value(fl, b->b) == 1 : report_field_value(fl, b->b) != 0;
	}
	return feature ? "Yes" : "No";
}
struct notes {
	const char *text[RF_COUNT];
	unsigned count;
};
/* The same reason is told once and referred to by its number. */
static const char *operational(const struct report_nic *n, enum report_feature feature, struct notes *notes, char *out, size_t max)
{
	const struct report_oper *o = &n->oper[feature];
	unsigned k;

	if (!o->why[0])
		return o->state;
	for (k = 0; k < notes->count && strcmp(notes->text[k], o->why); k++)
		;
	if (k == notes->count)
		notes->text[notes->count++] = o->why;
	snprintf(out, max, "%s [%u]", o->state, k + 1);
	return out;
}
static void print_notes(FILE *f, const struct notes *notes)
{
	for (unsigned k = 0; k < notes->count; k++)
		fprintf(f, "    [%u] %s\n", k + 1, notes->text[k]);
}
/* "label: a; b; c" in lines of at most 150 characters. */
static void print_list(FILE *f, const char *label, const char *list)
{
	int at = fprintf(f, "    %s: ", label);

	while (*list) {
		int n = (int)strcspn(list, ";");

		if (at + n > 148)
			at = fprintf(f, "\n        ") - 1;
		at += fprintf(f, "%.*s%s", n, list, list[n] ? "; " : "");
		list += n + (list[n] ? 2 : 0);
	}
	fputc('\n', f);
}
static void connection(FILE *f, const struct report_nic *n)
{
	const struct report_struct *s = &report_connection;
	struct notes notes = {0};
	char a[96], b[96], c[64];

	fprintf(f, "CONNECTION OFFLOAD\n");
	if (!n->conn_cur.size && !n->conn_hw.size) {
		fprintf(f, "    not reported: the driver handed over no NDIS_TCP_CONNECTION_OFFLOAD\n");
		return;
	}
	row(f, 4, "Offload type", "Current config", "Hardware capability", "Operational");
	for (unsigned k = 0; k < s->blocks[0].count; k++) {
		const struct report_field *fl = &s->blocks[0].fields[k];
		const char *oper = "";

		if (k >= 6 && !nonzero(s, fl, &n->conn_cur) && !nonzero(s, fl, &n->conn_hw))
			continue; /* reserved members: only worth a line when they are not 0 */
		if (k < 2)
			oper = operational(n, k == 0 ? RF_CONN4 : RF_CONN6, &notes, c, sizeof(c));
		row(f, 4, fl->label, cell(s, fl, &n->conn_cur, false, a, sizeof(a)), cell(s, fl, &n->conn_hw, true, b, sizeof(b)), oper);
	}
	print_notes(f, &notes);
}
static void tasks(FILE *f, const struct report_nic *n, bool all)
{
	const struct report_struct *s = &report_offload;
	struct notes notes = {0};
	char a[96], b[96], c[64], absent[1024] = "", unsaid[1024] = "";

	fprintf(f, "TASK OFFLOADS\n");
	if (!n->task_cur.size && !n->task_hw.size) {
		fprintf(f, "    not reported: the driver handed over no NDIS_OFFLOAD (NDIS_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES)\n");
		return;
	}
	row(f, 4, "Offload type", "Current config", "Hardware capability", "Operational");
	for (unsigned i = 0; i < s->block_count; i++) {
		const struct report_block *blk = &s->blocks[i];
		bool flags = i == s->block_count - 1;
		const char *cur = block_state(s, blk, &n->task_cur), *hw = block_state(s, blk, &n->task_hw);

		if (!all && !block_nonzero(s, blk, &n->task_cur) && !block_nonzero(s, blk, &n->task_hw)) {
			char *list = !strcmp(cur, "n/a") && !strcmp(hw, "n/a") ? unsaid : absent;
			size_t at = strlen(list);

			if (!flags)
				snprintf(list + at, sizeof(absent) - at, "%s%s", at ? "; " : "", blk->label);
			continue;
		}
		if (flags) {
			row(f, 4, "Flags", cell(s, blk->fields, &n->task_cur, false, a, sizeof(a)),
			    cell(s, blk->fields, &n->task_hw, true, b, sizeof(b)), "");
			continue;
		}
		row(f, 4, blk->label, cur, hw, operational(n, RF_CSUM4TX + (enum report_feature)i, &notes, c, sizeof(c)));
		if (blk->count > 1)
			for (unsigned k = 0; k < blk->count; k++)
				row(f, 8, blk->fields[k].label, cell(s, &blk->fields[k], &n->task_cur, false, a, sizeof(a)),
				    cell(s, &blk->fields[k], &n->task_hw, true, b, sizeof(b)), "");
	}
	if (absent[0])
		print_list(f, "Not supported", absent);
	if (unsaid[0]) {
		char label[64];

		snprintf(label, sizeof(label), "n/a (NDIS %u.%u can't say)", n->ndis_version >> 16, n->ndis_version & 0xffff);
		print_list(f, label, unsaid);
	}
	print_notes(f, &notes);
}
void report_offloads_text(FILE *f, const struct report_nic *n, bool all)
{
	connection(f, n);
	tasks(f, n, all);
}
static json_t *raw_json(const struct report_bytes *b)
{
	char *hex = report_hex(b->b, b->size);
	json_t *j = b->size ? json_string(hex ? hex : "") : json_null();

	free(hex);
	return j;
}
json_t *report_offloads_json(const struct report_nic *n)
{
	json_t *oper = json_object();
	char version[16];

	for (unsigned i = 0; i < RF_COUNT; i++)
		if (n->oper[i].state[0])
			json_object_set_new(oper, report_feature_name((enum report_feature)i),
			                    json_pack("{s:s,s:s}", "state", n->oper[i].state, "why", n->oper[i].why));
	return json_pack("{s:s,s:s,s:s,s:s,s:{s:o,s:o},s:{s:o,s:o},s:o,s:{s:o,s:o,s:o,s:o}}", "name", n->name, "driver", n->driver, "state",
	                 n->state, "ndis", report_version_text(n->ndis_version, version, sizeof(version)), "connection", "current",
	                 report_struct_json(&report_connection, n->conn_cur.b, n->conn_cur.size), "hardware",
	                 report_struct_json(&report_connection, n->conn_hw.b, n->conn_hw.size), "task", "current",
	                 report_struct_json(&report_offload, n->task_cur.b, n->task_cur.size), "hardware",
	                 report_struct_json(&report_offload, n->task_hw.b, n->task_hw.size), "operational", oper, "raw",
	                 "connection_current", raw_json(&n->conn_cur), "connection_hardware", raw_json(&n->conn_hw), "task_current",
	                 raw_json(&n->task_cur), "task_hardware", raw_json(&n->task_hw));
}
