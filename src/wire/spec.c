/*
 * KIND[=TARGET][,NAME=VALUE...]: what `--wire` says. Every refusal names the setting and what would be right.
 */
#include "wire/internal.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const struct wire_kind *const kinds[] = {&wire_tap, &wire_link, &wire_packet, &wire_pcapng, &wire_null};

const char wire_help[] =
        "  tap                a network interface in the peer's namespace: super-frames as they come\n"
        "  link=NAME          another NIC that runs with the same --wire link=NAME\n"
        "  packet=INTERFACE   an interface of this machine, and through it others (needs CAP_NET_RAW)\n"
        "  pcapng             in=FILE is replayed (fast: as fast as the NIC takes it; loop: again and again), out=FILE records\n"
        "  null               nothing comes, everything vanishes\n"
        "  on any of them, in both directions, one decision for each segment on the cable:\n"
        "  loss=1%            segments that vanish\n"
        "  reorder=0.5%       segments that up to three later ones overtake\n"
        "  duplicate=0.1%     segments that come twice\n"
        "  corrupt=0.01%      segments with one bit turned over\n"
        "  delay=2ms          time on the cable; jitter=0.5ms: that much more or less\n"
        "  rate=1G            bits a second, 24 bytes around each segment counted as on Ethernet\n"
        "  seed=7             the same seed makes the same decisions\n"
        "  cut                no super-frames: segments of the right size with their checksums\n"
        "  mtu=1500           longer segments are dropped; it cuts too\n"
        "  vlan=5             a trunk: only frames with this tag pass; at the other end they have none\n";

static int bad(struct err *e, const char *name, const char *value, const char *want)
{
	return err_set(e, EINVAL, "--wire: %s=%s: %s", name, value, want);
}
/* A number and what follows it. */
static bool number(const char *text, double *v, const char **unit)
{
	char *end;

	if (!((*text >= '0' && *text <= '9') || *text == '.'))
		return false;
	errno = 0;
	*v = strtod(text, &end);
	*unit = end;
	return end != text && !errno && isfinite(*v) && text[strspn(text, "0123456789.")] == *end;
}
static int set_share(const char *name, const char *value, uint32_t *out, struct err *e)
{
	const char *unit;
	double v;

	if (!number(value, &v, &unit) || (*unit && strcmp(unit, "%")) || (*unit ? v / 100 : v) > 1)
		return bad(e, name, value, "a share such as 1% or 0.01 is wanted");
	*out = (uint32_t)((*unit ? v / 100 : v) * UINT32_MAX);
	return 0;
}
static int set_time(const char *name, const char *value, uint64_t *out, struct err *e)
{
	static const struct {
		const char *unit;
		double ns;
	} units[] = {{"ns", 1}, {"us", 1e3}, {"ms", 1e6}, {"s", 1e9}};
	const char *unit;
	double v;

	if (number(value, &v, &unit))
		for (size_t i = 0; i < ARRAY_LEN(units); i++)
			if (!strcmp(unit, units[i].unit) && v * units[i].ns <= 10e9) {
				*out = (uint64_t)(v * units[i].ns);
				return 0;
			}
	return bad(e, name, value, "a time such as 200us or 2ms is wanted, at most 10s");
}
static int set_rate(const char *name, const char *value, uint64_t *out, struct err *e)
{
	static const char units[] = "kMG";
	const char *unit, *at;
	double v, scale = 1;

	if (!number(value, &v, &unit))
		return bad(e, name, value, "bits a second such as 100M or 1G are wanted");
	at = *unit ? strchr(units, *unit) : NULL;
	if (at) {
		for (ptrdiff_t i = 0; i <= at - units; i++)
			scale *= 1000;
		unit++;
	}
	if (!strcmp(unit, "bit"))
		unit += 3;
	if (*unit || v * scale < 1000 || v * scale > 1e12)
		return bad(e, name, value, "bits a second such as 100M or 1G are wanted, from 1k to 1000G");
	*out = (uint64_t)(v * scale);
	return 0;
}
static int set_whole(const char *name, const char *value, uint64_t low, uint64_t high, uint64_t *out, struct err *e)
{
	char *end;

	errno = 0;
	*out = strtoull(value, &end, 10);
	if (*value < '0' || *value > '9' || *end || errno || *out < low || *out > high)
		return err_set(e, EINVAL, "--wire: %s=%s: a whole number from %llu to %llu is wanted", name, value, (unsigned long long)low,
		               (unsigned long long)high);
	return 0;
}
static int set_flag(const char *name, const char *value, bool *out, struct err *e)
{
	*out = !value || !strcmp(value, "on");
	return *out || !strcmp(value, "off") ? 0 : bad(e, name, value, "on or off is wanted");
}
static int set_file(const char *name, const char *value, char *out, size_t max, struct err *e)
{
	if (!*value)
		return bad(e, name, value, "a file name is wanted");
	if (strlen(value) >= max)
		return err_set(e, EINVAL, "--wire: %s=: the name is too long", name);
	memcpy(out, value, strlen(value) + 1);
	return 0;
}
static int set_one(const struct wire_kind *k, struct wire_settings *s, const char *name, const char *value, struct err *e)
{
	static const char *const with_value[] = {"loss", "reorder", "duplicate", "corrupt", "delay", "jitter",
	                                         "rate", "seed",    "mtu",       "vlan",    "in",    "out"};
	const bool pcapng = !strcmp(k->name, "pcapng");
	uint64_t v;
	int r;

	if (!strcmp(name, "cut"))
		return set_flag(name, value, &s->cut, e);
	if (pcapng && !strcmp(name, "fast"))
		return set_flag(name, value, &s->fast, e);
	if (pcapng && !strcmp(name, "loop"))
		return set_flag(name, value, &s->loop, e);
	for (size_t i = 0; !value && i < ARRAY_LEN(with_value); i++)
		if (!strcmp(name, with_value[i]))
			return err_set(e, EINVAL, "--wire: %s: a value is wanted: %s=...", name, name);
	if (!strcmp(name, "loss"))
		return set_share(name, value, &s->loss, e);
	if (!strcmp(name, "reorder"))
		return set_share(name, value, &s->reorder, e);
	if (!strcmp(name, "duplicate"))
		return set_share(name, value, &s->duplicate, e);
	if (!strcmp(name, "corrupt"))
		return set_share(name, value, &s->corrupt, e);
	if (!strcmp(name, "delay"))
		return set_time(name, value, &s->delay_ns, e);
	if (!strcmp(name, "jitter"))
		return set_time(name, value, &s->jitter_ns, e);
	if (!strcmp(name, "rate"))
		return set_rate(name, value, &s->rate, e);
	if (!strcmp(name, "seed"))
		return set_whole(name, value, 0, UINT64_MAX, &s->seed, e);
	if (!strcmp(name, "mtu")) {
		r = set_whole(name, value, 68, 65535, &v, e);
		s->mtu = r ? 0 : (unsigned)v;
		return r;
	}
	if (!strcmp(name, "vlan")) {
		r = set_whole(name, value, 1, 4094, &v, e);
		s->vlan = r ? 0 : (unsigned)v;
		return r;
	}
	if (pcapng && !strcmp(name, "in"))
		return set_file(name, value, s->in, sizeof(s->in), e);
	if (pcapng && !strcmp(name, "out"))
		return set_file(name, value, s->out, sizeof(s->out), e);
	return err_set(e, EINVAL,
	               "--wire: %s has no setting '%s': it has cut, mtu, vlan, loss, reorder, duplicate, corrupt, delay, jitter, "
	               "rate, seed%s",
	               k->name, name, pcapng ? ", in, out, fast, loop" : "");
}
static int find_kind(const char *name, const struct wire_kind **out, struct err *e)
{
	char list[160] = "";

	for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
		const size_t n = strlen(list);

		if (!strcmp(name, kinds[i]->name)) {
			*out = kinds[i];
			return 0;
		}
		snprintf(list + n, sizeof(list) - n, "%s%s%s", n ? ", " : "", kinds[i]->name, kinds[i]->target ? "=NAME" : "");
	}
	return err_set(e, EINVAL, "--wire: there is no kind '%s': there are %s", name, list);
}
int wire_parse(const char *spec, const struct wire_kind **kind, struct wire_settings *s, struct err *e)
{
	char *copy = strdup(spec), *rest = copy, *word, *value;
	int r;

	memset(s, 0, sizeof(*s));
	if (!copy)
		return err_set(e, ENOMEM, "out of memory");
	word = strsep(&rest, ",");
	value = strchr(word, '=');
	if (value)
		*value++ = 0;
	r = find_kind(word, kind, e);
	if (!r && (*kind)->target && (!value || !*value))
		r = err_set(e, EINVAL, "--wire: %s wants a name: %s=NAME", word, word);
	else if (!r && !(*kind)->target && value)
		r = err_set(e, EINVAL, "--wire: %s takes no name: %s[,NAME=VALUE...]", word, word);
	else if (!r && value)
		r = set_file(word, value, s->target, sizeof(s->target), e);
	while (!r && (word = strsep(&rest, ","))) {
		value = strchr(word, '=');
		if (value)
			*value++ = 0;
		r = set_one(*kind, s, word, value, e);
	}
	if (!r && s->jitter_ns > s->delay_ns)
		r = err_set(e, EINVAL, "--wire: jitter is more than delay: no segment comes before it was sent");
	free(copy);
	return r;
}
