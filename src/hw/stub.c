/*
 * stub: a NIC of registers that do nothing, for drivers whose device has no model. It has the ids, BARs and register values it is told to
 * have; what the driver writes stays there; every access is in the trace, and `flue nic` lists the registers that were touched. It takes
 * many drivers as far as reporting their attributes, and tells the person who adds a model which registers the driver wants.
 *
 * Limits: REGISTERS settings and as many registers remembered; BARs to 16 MiB.
 */
#include "hw/internal.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define REGISTERS 1024
struct preset {
	unsigned space; /* BAR, or CONFIG */
	uint64_t offset, value;
	unsigned size;
	bool sticky; /* writes leave it alone */
};
#define CONFIG BUS_BARS
struct touched {
	unsigned bar, size;
	uint64_t offset, reads, writes, last_written;
};
struct stub {
	bool have_id;
	struct nic_identity id;
	unsigned io_size, msix;
	uint8_t fill;
	struct preset preset[REGISTERS];
	unsigned presets;
	struct touched touched[REGISTERS];
	unsigned n_touched;
	uint64_t not_listed;
	uint8_t *memory[BUS_BARS];
};

static const char settings[] = "id=VVVV:DDDD           PCI vendor and device, in hex (required)\n"
                               "subsys=VVVV:DDDD       PCI subsystem vendor and device\n"
                               "class=CCCCCC, rev=RR   class code (020000) and revision, in hex\n"
                               "bar0=64K .. bar5=SIZE  memory BARs\n"
                               "io=SIZE                an I/O BAR, the first free one\n"
                               "msix=N                 N MSI-X vectors, their table in the first free BAR\n"
                               "fill=0xff              what registers hold that are not set\n"
                               "reg:[BAR:]OFF[/SIZE]=V a register's value at power-on, now if running; SIZE 1, 2, 4 (default), 8\n"
                               "ro:[BAR:]OFF[/SIZE]=V  the same, and writes leave it alone\n"
                               "cfg:OFF[/SIZE]=V       configuration space\n"
                               "irq=N                  running: raises vector N (0 for the line)\n";

static int bad(struct err *e, const char *name, const char *value)
{
	return err_set(e, EINVAL, "%s=%s: not understood; stub knows:\n%s", name, value, settings);
}

static bool number(const char *s, uint64_t *out)
{
	char *end;
	errno = 0;
	*out = strtoull(s, &end, 0);
	if (errno || end == s)
		return false;
	if (*end == 'K' || *end == 'k')
		*out <<= 10, end++;
	else if (*end == 'M' || *end == 'm')
		*out <<= 20, end++;
	return *end == 0;
}

static bool hex_pair(const char *s, uint16_t *a, uint16_t *b)
{
	unsigned x, y;
	int n = 0;
	if (sscanf(s, "%4x:%4x%n", &x, &y, &n) != 2 || s[n])
		return false;
	*a = (uint16_t)x;
	*b = (uint16_t)y;
	return true;
}

/* "[BAR:]OFFSET[/SIZE]" */
static bool parse_place(const char *s, struct preset *p)
{
	char *end;
	const char *colon = strchr(s, ':');
	if (colon) {
		p->space = (unsigned)strtoul(s, &end, 0);
		if (end != colon || p->space >= BUS_BARS)
			return false;
		s = colon + 1;
	}
	p->offset = strtoull(s, &end, 0);
	p->size = 4;
	if (end == s)
		return false;
	if (*end == '/') {
		p->size = (unsigned)strtoul(end + 1, &end, 0);
		if (p->size != 1 && p->size != 2 && p->size != 4 && p->size != 8)
			return false;
	}
	return *end == 0;
}

static void apply(struct nic *n, struct stub *s, const struct preset *p)
{
	const struct nic_identity *id = nic_identity(n);
	if (p->space == CONFIG)
		nic_config_poke(n, (unsigned)p->offset, p->size, (uint32_t)p->value);
	else if (s->memory[p->space] && p->offset < id->bar[p->space].size && p->size <= id->bar[p->space].size - p->offset)
		memcpy(s->memory[p->space] + p->offset, &p->value, p->size);
}

static int set_register(struct nic *n, struct stub *s, const char *name, const char *value, bool running, struct err *e)
{
	struct preset p = {.space = strncasecmp(name, "cfg:", 4) ? 0 : CONFIG, .sticky = !strncasecmp(name, "ro:", 3)};
	const unsigned is_config = p.space;
	if (!parse_place(strchr(name, ':') + 1, &p) || !number(value, &p.value) ||
	    (is_config && (p.space != CONFIG || p.size > 4 || p.offset > 4095)))
		return bad(e, name, value);
	struct preset *to = NULL;
	for (unsigned i = 0; i < s->presets; i++)
		if (s->preset[i].space == p.space && s->preset[i].offset == p.offset && s->preset[i].size == p.size)
			to = &s->preset[i];
	if (!to && s->presets == REGISTERS)
		return err_set(e, ENOSPC, "%s: %u registers are set already", name, REGISTERS);
	if (!to)
		to = &s->preset[s->presets++];
	*to = p;
	if (running)
		apply(n, s, &p);
	return 0;
}

static int stub_set(struct nic *n, const char *name, const char *value, bool running, struct err *e)
{
	struct stub *s = nic_state(n);
	uint64_t v;
	if (!strncasecmp(name, "reg:", 4) || !strncasecmp(name, "ro:", 3) || !strncasecmp(name, "cfg:", 4))
		return set_register(n, s, name, value, running, e);
	if (!strcasecmp(name, "irq") && number(value, &v)) {
		if (!running || v >= nic_vectors(n))
			return err_set(e, EINVAL, "irq=%s: %s", value, running ? "the NIC has no such vector" : "the NIC is not running");
		nic_irq_line(n, false);
		nic_irq(n, (unsigned)v);
		return 0;
	}
	if (running)
		return err_set(e, EBUSY, "%s: only reg:, ro:, cfg: and irq can be set on a running stub", name);
	if (!strcasecmp(name, "id") && hex_pair(value, &s->id.vendor, &s->id.device))
		s->have_id = true;
	else if (!strcasecmp(name, "subsys") && hex_pair(value, &s->id.subvendor, &s->id.subdevice))
		;
	else if (!strcasecmp(name, "class"))
		s->id.class_code = (uint32_t)strtoul(value, NULL, 16) & 0xffffff;
	else if (!strcasecmp(name, "rev"))
		s->id.revision = (uint8_t)strtoul(value, NULL, 16);
	else if (!strncasecmp(name, "bar", 3) && name[3] >= '0' && name[3] < '0' + BUS_BARS && !name[4] && number(value, &v))
		s->id.bar[name[3] - '0'].size = v;
	else if (!strcasecmp(name, "io") && number(value, &v) && v <= 256)
		s->io_size = (unsigned)v;
	else if (!strcasecmp(name, "msix") && number(value, &v) && v <= BUS_VECTORS)
		s->msix = (unsigned)v;
	else if (!strcasecmp(name, "fill") && number(value, &v) && v <= 255)
		s->fill = (uint8_t)v;
	else
		return bad(e, name, value);
	return 0;
}

static int first_free(const struct nic_identity *id)
{
	for (int b = 0; b < BUS_BARS; b++)
		if (!id->bar[b].size)
			return b;
	return -1;
}

static int stub_identify(struct nic *n, struct nic_identity *id, struct err *e)
{
	struct stub *s = nic_state(n);
	if (!s->have_id)
		return err_set(e, EINVAL, "a stub needs to know which device it is: id=VVVV:DDDD");
	*id = s->id;
	if (!id->subvendor)
		id->subvendor = id->vendor;
	int b;
	if (s->io_size && (b = first_free(id)) >= 0)
		id->bar[b] = (struct nic_bar){.size = s->io_size, .io = true};
	if (s->msix) {
		b = first_free(id);
		if (b < 0)
			return err_set(e, EINVAL, "msix=%u: no BAR is free for the vector table", s->msix);
		id->bar[b].size = RAM_PAGE;
		id->msix_vectors = s->msix;
		id->msix_bar = (unsigned)b;
		id->msix_pba = 0x800;
	}
	return 0;
}

static int stub_create(struct nic *n, struct err *e)
{
	struct stub *s = calloc(1, sizeof *s);
	if (!s)
		return err_set(e, ENOMEM, "out of memory");
	s->id.class_code = 0x020000;
	nic_set_state(n, s);
	return 0;
}

static void forget(struct stub *s)
{
	for (unsigned b = 0; b < BUS_BARS; b++) {
		free(s->memory[b]);
		s->memory[b] = NULL;
	}
	s->n_touched = 0;
	s->not_listed = 0;
}

static void stub_destroy(struct nic *n)
{
	forget(nic_state(n));
	free(nic_state(n));
}

static void fill(struct nic *n)
{
	struct stub *s = nic_state(n);
	const struct nic_identity *id = nic_identity(n);
	for (unsigned b = 0; b < BUS_BARS; b++)
		if (s->memory[b])
			memset(s->memory[b], s->fill, id->bar[b].size);
	for (unsigned i = 0; i < s->presets; i++)
		apply(n, s, &s->preset[i]);
}

static void stub_power_on(struct nic *n)
{
	struct stub *s = nic_state(n);
	const struct nic_identity *id = nic_identity(n);
	forget(s);
	for (unsigned b = 0; b < BUS_BARS; b++)
		if (id->bar[b].size && !(s->memory[b] = malloc(id->bar[b].size)))
			nic_fail(n, "out of memory for BAR%u", b);
	fill(n);
}

static struct touched *touch(struct stub *s, unsigned bar, uint64_t offset, unsigned size)
{
	for (unsigned i = 0; i < s->n_touched; i++)
		if (s->touched[i].bar == bar && s->touched[i].offset == offset && s->touched[i].size == size)
			return &s->touched[i];
	if (s->n_touched == REGISTERS) {
		s->not_listed++;
		return NULL;
	}
	s->touched[s->n_touched] = (struct touched){.bar = bar, .offset = offset, .size = size};
	return &s->touched[s->n_touched++];
}

static uint64_t stub_read(struct nic *n, unsigned bar, uint64_t offset, unsigned size)
{
	struct stub *s = nic_state(n);
	struct touched *t = touch(s, bar, offset, size);
	uint64_t v = 0;
	if (t)
		t->reads++;
	if (s->memory[bar])
		memcpy(&v, s->memory[bar] + offset, size);
	return v;
}

static void stub_write(struct nic *n, unsigned bar, uint64_t offset, unsigned size, uint64_t value)
{
	struct stub *s = nic_state(n);
	struct touched *t = touch(s, bar, offset, size);
	if (t) {
		t->writes++;
		t->last_written = value;
	}
	if (!s->memory[bar])
		return;
	memcpy(s->memory[bar] + offset, &value, size);
	for (unsigned i = 0; i < s->presets; i++)
		if (s->preset[i].sticky && s->preset[i].space == bar && s->preset[i].offset < offset + size &&
		    offset < s->preset[i].offset + s->preset[i].size)
			apply(n, s, &s->preset[i]);
}

static void stub_timer(struct nic *n, unsigned timer)
{
	(void)n;
	(void)timer;
}

static json_t *stub_show(struct nic *n)
{
	struct stub *s = nic_state(n);
	const struct nic_identity *id = nic_identity(n);
	json_t *set = json_object(), *regs = json_array();
	json_object_set_new(set, "id", json_sprintf("%04x:%04x", id->vendor, id->device));
	for (unsigned b = 0; b < BUS_BARS; b++)
		if (s->id.bar[b].size)
			json_object_set_new(set, (char[]){'b', 'a', 'r', (char)('0' + b), 0},
			                    json_sprintf("%llu", (unsigned long long)s->id.bar[b].size));
	if (s->io_size)
		json_object_set_new(set, "io", json_sprintf("%u", s->io_size));
	if (s->msix)
		json_object_set_new(set, "msix", json_sprintf("%u", s->msix));
	if (s->fill)
		json_object_set_new(set, "fill", json_sprintf("0x%x", s->fill));
	for (unsigned i = 0; i < s->presets; i++) {
		const struct preset *p = &s->preset[i];
		char key[64];
		if (p->space == CONFIG)
			snprintf(key, sizeof key, "cfg:0x%llx/%u", (unsigned long long)p->offset, p->size);
		else
			snprintf(key, sizeof key, "%s:%u:0x%llx/%u", p->sticky ? "ro" : "reg", p->space, (unsigned long long)p->offset,
			         p->size);
		json_object_set_new(set, key, json_sprintf("0x%llx", (unsigned long long)p->value));
	}
	for (unsigned i = 0; i < s->n_touched; i++) {
		const struct touched *t = &s->touched[i];
		uint64_t now = 0;
		if (s->memory[t->bar])
			memcpy(&now, s->memory[t->bar] + t->offset, t->size);
		json_array_append_new(regs, json_pack("{s:i,s:I,s:i,s:I,s:I,s:o}", "bar", (int)t->bar, "offset", (json_int_t)t->offset,
		                                      "size", (int)t->size, "reads", (json_int_t)t->reads, "writes", (json_int_t)t->writes,
		                                      "value", json_sprintf("0x%llx", (unsigned long long)now)));
	}
	return json_pack("{s:o,s:o,s:I}", "settings", set, "registers", regs, "accesses_not_listed", (json_int_t)s->not_listed);
}

const struct nic_model nic_stub = {
        .name = "stub",
        .summary = "registers that hold what is written to them",
        .settings = settings,
        .create = stub_create,
        .destroy = stub_destroy,
        .set = stub_set,
        .identify = stub_identify,
        .power_on = stub_power_on,
        .read = stub_read,
        .write = stub_write,
        .reset = fill,
        .timer = stub_timer,
        .show = stub_show,
};
