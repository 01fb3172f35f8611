/*
 * Setting members of a structure from words: NDIS_OFFLOAD_PARAMETERS for the administrator's `flue offloads NIC NAME=VALUE` and, with the
 * same tables, any structure that `flue oid set` is given as member=value.
 *
 * The numbers of NDIS_OFFLOAD_PARAMETERS differ from the keywords' and, for EncapsulatedPacketTaskOffload, even from their neighbours' (1
 * is on, 2 is off); the names in struct.c carry that, so nothing here knows a number.
 */
#include "report/report.h"
#include <stdlib.h>
#include <string.h>
#include <strings.h>

size_t report_parameters_init(void *out, size_t max, uint32_t ndis_version)
{
	uint8_t *b = out;
	/* reporting.md 4.3: the revision follows the registered NDIS version */
	unsigned revision = ndis_version == 0 || ndis_version >= 0x00060059 ? 6
	                    : ndis_version >= 0x00060053                    ? 5
	                    : ndis_version >= 0x00060032                    ? 4
	                    : ndis_version >= 0x0006001e                    ? 3
	                    : ndis_version >= 0x00060001                    ? 2
	                                                                    : 1;
	uint16_t size = report_parameters.sizes[revision];

	if (size > max)
		return 0;
	memset(out, 0, max);
	b[0] = report_parameters.type;
	b[1] = (uint8_t)revision;
	memcpy(b + 2, &size, 2);
	return size;
}
static const char *last_part(const char *name)
{
	const char *dot = strrchr(name, '.');

	return dot ? dot + 1 : name;
}
/* Spellings of enumeration values that people use besides ours. */
static const char *canonical(const char *value)
{
	static const char *const same[][2] = {
	        {"enabled", "on"},          {"enable", "on"},     {"yes", "on"},     {"true", "on"},
	        {"disabled", "off"},        {"disable", "off"},   {"no", "off"},     {"false", "off"},
	        {"both", "Tx+Rx"},          {"rx+tx", "Tx+Rx"},   {"txrx", "Tx+Rx"}, {"nochange", "no change"},
	        {"no-change", "no change"}, {"keep", "no change"}};

	for (size_t i = 0; i < ARRAY_LEN(same); i++)
		if (!strcasecmp(value, same[i][0]))
			return same[i][1];
	return value;
}
static int enum_value(const char *names, const char *value, uint64_t *out)
{
	const char *p = names;
	uint64_t i = 0;

	while (p) {
		size_t n = strcspn(p, ";");

		if (strlen(value) == n && !strncasecmp(p, value, n)) {
			*out = i;
			return 0;
		}
		p = p[n] ? p + n + 1 : NULL;
		i++;
	}
	return -ENOENT;
}
static int parse_number(const char *text, uint64_t *out)
{
	char *end;

	errno = 0;
	if (!strncmp(text, "0n", 2))
		*out = strtoull(text + 2, &end, 10);
	else
		*out = strtoull(text, &end, 0);
	return errno || end == text || *end || text[0] == '-' ? -EINVAL : 0;
}
static const struct report_field *find(const struct report_struct *s, const char *member)
{
	for (unsigned i = 0; i < s->block_count; i++)
		for (unsigned k = 0; k < s->blocks[i].count; k++) {
			const struct report_field *f = &s->blocks[i].fields[k];

			if (!strcasecmp(f->name, member) || !strcasecmp(f->label, member))
				return f;
		}
	for (unsigned i = 0; i < s->block_count; i++)
		for (unsigned k = 0; k < s->blocks[i].count; k++)
			if (strcmp(s->name, "NDIS_OFFLOAD") && !strcasecmp(last_part(s->blocks[i].fields[k].name), member))
				return &s->blocks[i].fields[k];
	return NULL;
}
static int no_such(const struct report_struct *s, const void *bytes, size_t size, const char *member, struct err *e)
{
	const char *names[64] = {0};
	size_t count = 0, at = 0;
	char list[400] = "";
	const char *near;

	for (unsigned i = 0; i < s->block_count; i++)
		for (unsigned k = 0; k < s->blocks[i].count && count < ARRAY_LEN(names); k++)
			if (report_field_present(s, &s->blocks[i].fields[k], bytes, size))
				names[count++] = s->blocks[i].fields[k].name;
	near = report_suggest(member, names, count);
	if (near)
		return err_set(e, EINVAL, "%s has no member '%s'; did you mean %s?", s->name, member, near);
	for (size_t i = 0; i < count && at < sizeof(list) - 40; i++)
		at += (size_t)snprintf(list + at, sizeof(list) - at, "%s%s", i ? ", " : "", names[i]);
	return err_set(e, EINVAL, "%s has no member '%s'; there are: %s", s->name, member, list);
}
static int set_member(const struct report_struct *s, void *bytes, size_t size, const char *member, const char *value, struct err *e)
{
	const struct report_field *f = find(s, member);
	uint64_t v = 0, word = 0, limit;
	uint8_t *at;
	unsigned width;

	if (!f)
		return no_such(s, bytes, size, member, e);
	if (!report_field_present(s, f, bytes, size))
		return err_set(e, EINVAL, "%s is new in revision %u of %s; the driver's NDIS version has revision %u", f->name, f->revision,
		               s->name, ((uint8_t *)bytes)[1]);
	if (parse_number(value, &v)) {
		const char *word_value = canonical(value);

		if (f->kind == RK_ENUM && !enum_value(f->names, word_value, &v)) {
			/* found */
		} else if (f->kind == RK_ONOFF32 && !enum_value("no change;on;off", word_value, &v)) {
			/* found */
		} else if ((f->kind == RK_SUPPORT || f->kind == RK_BOOL) && !enum_value("off;on", word_value, &v)) {
			/* found */
		} else if (f->kind == RK_ENCAP && !strcasecmp(value, "802_3")) {
			v = 2;
		} else if (f->kind == RK_ENCTYPES && !enum_value("none;NVGRE;VXLAN;both", value, &v)) {
			/* found */
		} else {
			char list[160];

			snprintf(list, sizeof(list), "%s",
			         f->kind == RK_ENUM       ? f->names
			         : f->kind == RK_ONOFF32  ? "no change;on;off"
			         : f->kind == RK_ENCTYPES ? "none;NVGRE;VXLAN;both"
			                                  : "a number");
			for (char *c = list; *c; c++)
				if (*c == ';')
					*c = '|';
			return err_set(e, EINVAL, "%s can't be '%s'; values: %s", f->name, value, list);
		}
	}
	at = (uint8_t *)bytes + f->offset;
	width = f->kind == RK_U8 || f->kind == RK_BOOL || f->kind == RK_ENCTYPES || (f->kind == RK_ENUM && f->offset != 180) ? 1
	        : f->kind == RK_U16                                                                                          ? 2
	                                                                                                                     : 4;
	limit = f->width ? (1u << f->width) - 1 : width == 1 ? 0xff : width == 2 ? 0xffff : 0xffffffff;
	if (v > limit)
		return err_set(e, ERANGE, "%s=%s does not fit: at most %llu", f->name, value, (unsigned long long)limit);
	memcpy(&word, at, width);
	word = f->width ? (word & ~((uint64_t)limit << f->bit)) | v << f->bit : v;
	memcpy(at, &word, width);
	return 0;
}
int report_parameters_set(void *bytes, size_t size, const char *member, const char *value, struct err *e)
{
	const struct report_field *f = find(&report_parameters, member);

	/* for the keyword-minded: a leading * and the keyword's spelling are understood where they mean the same member */
	if (!f && member[0] == '*') {
		static const char *const same[][2] = {{"*IPChecksumOffloadIPv4", "IPv4Checksum"},
		                                      {"*TCPChecksumOffloadIPv4", "TCPIPv4Checksum"},
		                                      {"*TCPChecksumOffloadIPv6", "TCPIPv6Checksum"},
		                                      {"*UDPChecksumOffloadIPv4", "UDPIPv4Checksum"},
		                                      {"*UDPChecksumOffloadIPv6", "UDPIPv6Checksum"},
		                                      {"*LsoV1IPv4", "LsoV1"},
		                                      {"*LsoV2IPv4", "LsoV2IPv4"},
		                                      {"*LsoV2IPv6", "LsoV2IPv6"},
		                                      {"*RscIPv4", "RscIPv4"},
		                                      {"*RscIPv6", "RscIPv6"},
		                                      {"*TCPConnectionOffloadIPv4", "TcpConnectionIPv4"},
		                                      {"*TCPConnectionOffloadIPv6", "TcpConnectionIPv6"},
		                                      {"*UsoIPv4", "UdpSegmentation.IPv4"},
		                                      {"*UsoIPv6", "UdpSegmentation.IPv6"},
		                                      {"*UdpRsc", "UdpRsc.Enabled"}};

		for (size_t i = 0; i < ARRAY_LEN(same); i++)
			if (!strcasecmp(member, same[i][0]))
				return err_set(e, EINVAL, "%s is a keyword; its member here is %s (or: flue keywords NIC '%s=...')",
				               same[i][0], same[i][1], same[i][0]);
	}
	return set_member(&report_parameters, bytes, size, member, value, e);
}
int report_struct_set(const struct report_struct *s, void *bytes, size_t size, const char *member, const char *value, struct err *e)
{
	return set_member(s, bytes, size, member, value, e);
}
