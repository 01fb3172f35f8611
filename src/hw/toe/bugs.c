/*
 * toe, lies: a card that reports an offload and then does it wrong, so that whoever judges a driver and its card can be tried. Each bug is
 * carried out where the engine it is about does its work (search for its TOE_BUG_ name).
 */
#include "hw/toe/toe.h"
#include <stdio.h>
#include <string.h>
#include <strings.h>

static const struct {
	const char *name;
	uint32_t bit;
} bugs[] = {
        {"csum-v4", TOE_BUG_CSUM_V4},       {"csum-v6", TOE_BUG_CSUM_V6},         {"csum-ip4", TOE_BUG_CSUM_IP4},
        {"lso-ipid", TOE_BUG_LSO_IPID},     {"lso-mss", TOE_BUG_LSO_MSS},         {"lso-flags", TOE_BUG_LSO_FLAGS},
        {"uso-len", TOE_BUG_USO_LEN},       {"rx-csum-good", TOE_BUG_RX_GOOD},    {"rsc-merge", TOE_BUG_RSC_MERGE},
        {"rsc-count", TOE_BUG_RSC_COUNT},   {"rss-hash", TOE_BUG_RSS_HASH},       {"rss-queue", TOE_BUG_RSS_QUEUE},
        {"vlan-strip", TOE_BUG_VLAN_STRIP}, {"vlan-insert", TOE_BUG_VLAN_INSERT}, {"statistics", TOE_BUG_STATISTICS},
};

/* One name, or several with + between them; "none" cures all. */
int toe_bug_set(struct toe *t, const char *value, struct err *e)
{
	uint32_t bits = t->bugs;
	for (const char *at = value; *at; at += *at == '+') {
		const size_t length = strcspn(at, "+");
		unsigned i = 0;
		while (i < ARRAY_LEN(bugs) && (strlen(bugs[i].name) != length || strncasecmp(bugs[i].name, at, length)))
			i++;
		if (i < ARRAY_LEN(bugs)) {
			bits |= bugs[i].bit;
		} else if (length == 4 && !strncasecmp(at, "none", 4)) {
			bits = 0;
		} else {
			char list[256] = "";
			for (i = 0; i < ARRAY_LEN(bugs); i++)
				snprintf(list + strlen(list), sizeof list - strlen(list), "%s%s", i ? ", " : "", bugs[i].name);
			return err_set(e, EINVAL, "bug=%s: this card can do wrong: %s; none: cured", value, list);
		}
		at += length;
	}
	t->bugs = bits;
	return 0;
}

void toe_bug_text(const struct toe *t, char *out, size_t max)
{
	*out = 0;
	for (unsigned i = 0; i < ARRAY_LEN(bugs); i++)
		if (t->bugs & bugs[i].bit)
			snprintf(out + strlen(out), max - strlen(out), "%s%s", *out ? "+" : "", bugs[i].name);
	if (!*out)
		snprintf(out, max, "none");
}
