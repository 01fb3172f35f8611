/* From bytes to words: one member, one structure, one line. The tables are in struct.c. */
#include "report/report.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static unsigned field_bytes(const struct report_field *f)
{
	switch (f->kind) {
	case RK_U8:
	case RK_BOOL:
	case RK_ENCTYPES:
		return 1;
	case RK_ENUM:
		return f->offset == 180 ? 4 : 1; /* only the 464XLAT member is a 32-bit enumeration */
	case RK_U16:
		return 2;
	case RK_U64:
		return 8;
	default:
		return 4;
	}
}
/* A structure of a revision we don't know yet is read as the newest one we know (RP section 4: "a higher revision may be read as the
 * highest known"). */
bool report_field_present(const struct report_struct *s, const struct report_field *f, const void *bytes, size_t size)
{
	const uint8_t *b = bytes;
	uint8_t revision = s->type && size >= 4 ? b[1] : 1;
	size_t given = size;

	if (s->type) {
		uint16_t said;

		if (size < 4)
			return false;
		memcpy(&said, b + 2, 2);
		if (said < given)
			given = said;
	}
	return f->revision <= revision && f->offset + field_bytes(f) <= given;
}
uint64_t report_field_value(const struct report_field *f, const void *bytes)
{
	const uint8_t *b = (const uint8_t *)bytes + f->offset;
	uint64_t v = 0;

	memcpy(&v, b, field_bytes(f));
	if (f->width)
		v = v >> f->bit & ((1u << f->width) - 1);
	return v;
}
static void flag_names(uint64_t v, const char *const *names, unsigned count, const char *none, char *out, size_t max)
{
	size_t at = 0;

	out[0] = 0;
	for (unsigned i = 0; i < count; i++)
		if (v >> i & 1) {
			at += (size_t)snprintf(out + at, at < max ? max - at : 0, "%s%s", at ? ", " : "", names[i]);
			v &= ~(1ull << i);
		}
	if (v)
		at += (size_t)snprintf(out + at, at < max ? max - at : 0, "%s0x%" PRIx64, at ? ", " : "", v);
	if (!at)
		snprintf(out, max, "%s", none);
}
/* For the table's narrow columns: "802_3, P_AND_Q, IN_OOB". JSON has the whole names. */
static const char *const encapsulations_short[] = {"NULL", "802_3", "P_AND_Q", "IN_OOB", "LLC_SNAP"};
static void nibble_text(uint64_t v, char *out, size_t max)
{
	static const char *const families[] = {"", "4", "6", "4+6"};
	unsigned inner = (v & 1) | (v >> 1 & 2), outer = (v >> 1 & 1) | (v >> 2 & 2);

	snprintf(out, max, "%s%s%s%s%s", inner ? "inner " : "", families[inner], inner && outer ? ", " : "", outer ? "outer " : "",
	         families[outer]);
	if (!v)
		snprintf(out, max, "No");
}
static const char *const encapsulations[] = {"NULL", "802_3", "802_3_P_AND_Q", "802_3_P_AND_Q_IN_OOB", "LLC_SNAP_ROUTED"};
static const char *const nibbles[] = {"inner IPv4", "outer IPv4", "inner IPv6", "outer IPv6"};
static const char *const encapsulation_types[] = {"NVGRE", "VXLAN"};
static bool enum_name(const char *names, uint64_t v, char *out, size_t max)
{
	const char *p = names;

	for (uint64_t i = 0; i < v && p; i++) {
		p = strchr(p, ';');
		p = p ? p + 1 : NULL;
	}
	if (!p)
		return false;
	snprintf(out, max, "%.*s", (int)strcspn(p, ";"), p);
	return true;
}
const char *report_field_text(const struct report_field *f, uint64_t v, bool hardware, char *out, size_t max)
{
	switch (f->kind) {
	case RK_HEX:
		snprintf(out, max, "0x%" PRIx64, v);
		break;
	case RK_SUPPORT:
		if (v == 2)
			snprintf(out, max, hardware ? "2 (illegal here)" : "Off");
		else
			snprintf(out, max, "%s", v == 0 ? "No" : v == 1 ? "Yes" : "3 (illegal)");
		break;
	case RK_BOOL:
		if (v > 1)
			snprintf(out, max, "Yes (%" PRIu64 ")", v);
		else
			snprintf(out, max, "%s", v ? "Yes" : "No");
		break;
	case RK_ENCAP:
		flag_names(v, encapsulations_short, ARRAY_LEN(encapsulations_short), "None", out, max);
		break;
	case RK_NIBBLE:
		nibble_text(v, out, max);
		break;
	case RK_ENCTYPES:
		flag_names(v, encapsulation_types, ARRAY_LEN(encapsulation_types), "None", out, max);
		break;
	case RK_ENUM:
		if (!enum_name(f->names, v, out, max))
			snprintf(out, max, "%" PRIu64 " (illegal)", v);
		break;
	case RK_ONOFF32:
		snprintf(out, max, "%s", v == 0 ? "no change" : v == 1 ? "on" : v == 2 ? "off" : "illegal");
		break;
	case RK_BITS:
		snprintf(out, max, "%" PRIu64, v);
		break;
	default:
		/* small numbers as they are, as ndiskd prints them: "2", but "0n16384" */
		snprintf(out, max, v < 10 ? "%" PRIu64 : "0n%" PRIu64, v);
	}
	return out;
}
static json_t *json_flags(uint64_t v, const char *const *names, unsigned count)
{
	json_t *a = json_array();

	for (unsigned i = 0; i < count; i++)
		if (v >> i & 1) {
			json_array_append_new(a, json_string(names[i]));
			v &= ~(1ull << i);
		}
	if (v)
		json_array_append_new(a, json_integer((json_int_t)v));
	return a;
}
json_t *report_field_json(const struct report_field *f, uint64_t v)
{
	char text[64];

	switch (f->kind) {
	case RK_SUPPORT:
		return v == 0 ? json_false() : v == 1 ? json_true() : json_integer((json_int_t)v);
	case RK_BOOL:
		return json_boolean(v != 0);
	case RK_ENCAP:
		return json_flags(v, encapsulations, ARRAY_LEN(encapsulations));
	case RK_NIBBLE:
		return json_flags(v, nibbles, ARRAY_LEN(nibbles));
	case RK_ENCTYPES:
		return json_flags(v, encapsulation_types, ARRAY_LEN(encapsulation_types));
	case RK_ENUM:
		return enum_name(f->names, v, text, sizeof(text)) ? json_string(text) : json_integer((json_int_t)v);
	default:
		return json_integer((json_int_t)v);
	}
}
/* Puts a value at a dotted path, making the objects on the way. */
static void put_path(json_t *root, const char *path, json_t *value)
{
	char part[64];
	const char *dot;

	while ((dot = strchr(path, '.'))) {
		json_t *next;

		snprintf(part, sizeof(part), "%.*s", (int)(dot - path), path);
		next = json_object_get(root, part);
		if (!next) {
			next = json_object();
			json_object_set_new(root, part, next);
		}
		root = next;
		path = dot + 1;
	}
	json_object_set_new(root, path, value);
}
json_t *report_struct_json(const struct report_struct *s, const void *bytes, size_t size)
{
	const uint8_t *b = bytes;
	json_t *root;

	if (!bytes || size == 0)
		return json_null();
	root = json_object();
	if (s->type && size >= 4) {
		uint16_t said;

		memcpy(&said, b + 2, 2);
		json_object_set_new(root, "Header", json_pack("{s:i,s:i,s:i}", "Type", b[0], "Revision", b[1], "Size", said));
	}
	for (unsigned i = 0; i < s->block_count; i++)
		for (unsigned k = 0; k < s->blocks[i].count; k++) {
			const struct report_field *f = &s->blocks[i].fields[k];

			put_path(root, f->name,
			         report_field_present(s, f, bytes, size) ? report_field_json(f, report_field_value(f, bytes))
			                                                 : json_null());
		}
	return root;
}
void report_struct_text(FILE *out, const struct report_struct *s, const void *bytes, size_t size, const char *indent)
{
	const uint8_t *b = bytes;
	char text[128];
	uint16_t said = 0;

	if (s->type && size >= 4) {
		memcpy(&said, b + 2, 2);
		fprintf(out, "%s%s revision %u, %u bytes%s\n", indent, s->name, b[1], said,
		        b[0] == s->type ? "" : " (Header.Type is wrong)");
	} else {
		fprintf(out, "%s%s, %zu bytes\n", indent, s->name, size);
	}
	for (unsigned i = 0; i < s->block_count; i++)
		for (unsigned k = 0; k < s->blocks[i].count; k++) {
			const struct report_field *f = &s->blocks[i].fields[k];

			if (report_field_present(s, f, bytes, size))
				fprintf(out, "%s    %-56s %s\n", indent, f->name,
				        report_field_text(f, report_field_value(f, bytes), false, text, sizeof(text)));
		}
}
static void add(char *out, size_t max, const char *text)
{
	size_t at = strlen(out);

	snprintf(out + at, max - at, "%s%s", at ? ", " : "", text);
}
const char *report_struct_summary(const struct report_struct *s, const void *bytes, size_t size, char *out, size_t max)
{
	char body[200] = "", text[96], piece[160];
	uint32_t word = 0;

	if (s == &report_connection && size >= 12) {
		memcpy(&word, (const uint8_t *)bytes + 8, 4);
		unsigned v4 = word & 3, v6 = word >> 2 & 3;

		add(body, sizeof(body), v4 == 1 && v6 == 1 ? "IPv4 and IPv6" : v4 == 1 ? "IPv4 only" : v6 == 1 ? "IPv6 only" : "nothing");
		if (size >= 16 && (v4 == 1 || v6 == 1)) {
			memcpy(&word, (const uint8_t *)bytes + 12, 4);
			snprintf(piece, sizeof(piece), "capacity %u", word);
			add(body, sizeof(body), piece);
		}
	} else if (s == &report_offload) {
		static const struct {
			unsigned block;
			const char *word;
		} words[] = {{0, "csum v4 tx"}, {1, "csum v4 rx"}, {2, "csum v6 tx"}, {3, "csum v6 rx"}, {4, "LSOv1"},   {5, "LSOv2 v4"},
		             {6, "LSOv2 v6"},   {9, "RSC v4"},     {10, "RSC v6"},    {14, "USO v4"},    {15, "USO v6"}, {16, "URO"}};

		for (size_t i = 0; i < ARRAY_LEN(words); i++) {
			const struct report_block *blk = &s->blocks[words[i].block];

			if (report_field_present(s, &blk->fields[0], bytes, size) && report_field_value(&blk->fields[0], bytes))
				add(body, sizeof(body), words[i].word);
		}
		if (!body[0])
			add(body, sizeof(body), "nothing");
	} else {
		for (unsigned k = 0; k < s->blocks[0].count; k++) {
			const struct report_field *f = &s->blocks[0].fields[k];

			if (f->kind != RK_ENUM && f->kind != RK_ONOFF32)
				continue;
			if (!report_field_present(s, f, bytes, size) || !report_field_value(f, bytes))
				continue;
			report_field_text(f, report_field_value(f, bytes), false, text, sizeof(text));
			snprintf(piece, sizeof(piece), "%s %s", f->label, text);
			if (strlen(body) + strlen(piece) + 3 < sizeof(body))
				add(body, sizeof(body), piece);
		}
		if (!body[0])
			add(body, sizeof(body), "no change");
	}
	snprintf(out, max, "%s, %zu bytes: %s", s->name, size, body);
	return out;
}
