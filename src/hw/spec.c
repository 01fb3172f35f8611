/* Which models there are, which one a hardware id wants, the argument of --nic, "MODEL[,NAME=VALUE]...", and how values are written. */
#include "hw/internal.h"
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

bool nic_setting_number(const char *s, uint32_t *out)
{
	char *end;
	errno = 0;
	const unsigned long long v = strtoull(s, &end, 0);
	if (errno || end == s || *end || v > UINT32_MAX || *s == '-')
		return false;
	*out = (uint32_t)v;
	return true;
}

int nic_setting_switch(const char *s)
{
	static const char *const on[] = {"on", "yes", "1", "up"}, *const off[] = {"off", "no", "0", "down"};
	for (unsigned i = 0; i < ARRAY_LEN(on); i++) {
		if (!strcasecmp(s, on[i]))
			return 1;
		if (!strcasecmp(s, off[i]))
			return 0;
	}
	return -1;
}

int nic_setting_mac(const char *value, uint8_t mac[6], struct err *e)
{
	unsigned m[6];
	int n = 0;
	if ((sscanf(value, "%2x:%2x:%2x:%2x:%2x:%2x%n", &m[0], &m[1], &m[2], &m[3], &m[4], &m[5], &n) != 6 || value[n]) &&
	    (sscanf(value, "%2x-%2x-%2x-%2x-%2x-%2x%n", &m[0], &m[1], &m[2], &m[3], &m[4], &m[5], &n) != 6 || value[n]))
		return err_set(e, EINVAL, "mac=%s: six bytes in hex are needed, as 02:f1:e0:70:31:00", value);
	if (m[0] & 1)
		return err_set(e, EINVAL, "mac=%s: that is a multicast address", value);
	for (unsigned i = 0; i < 6; i++)
		mac[i] = (uint8_t)m[i];
	return 0;
}

const struct nic_model *const *nic_model_list(void)
{
	static const struct nic_model *const list[] = {&nic_toe, &nic_virtio_net, &nic_stub, NULL};
	return list;
}

const struct nic_model *nic_model_find(const char *name)
{
	for (const struct nic_model *const *m = nic_model_list(); *m; m++)
		if (!strcasecmp((*m)->name, name))
			return *m;
	return NULL;
}

/* "PCI\VEN_1AF4&DEV_1000&SUBSYS_00011AF4&REV_00" */
static bool parse_hardware_id(const char *id, unsigned *vendor, unsigned *device)
{
	if (strncasecmp(id, "PCI\\", 4))
		return false;
	const char *v = strcasestr(id, "VEN_"), *d = strcasestr(id, "DEV_");
	return v && d && sscanf(v + 4, "%4x", vendor) == 1 && sscanf(d + 4, "%4x", device) == 1;
}

const struct nic_model *nic_model_for(const char *hardware_id)
{
	unsigned vendor, device;
	if (!parse_hardware_id(hardware_id, &vendor, &device))
		return NULL;
	for (const struct nic_model *const *m = nic_model_list(); *m; m++)
		if ((*m)->vendor && (*m)->vendor == vendor && (*m)->device == device)
			return *m;
	return NULL;
}

void nic_model_missing(const char *hardware_id, char *out, size_t max)
{
	char models[128] = "";
	unsigned vendor, device;
	for (const struct nic_model *const *m = nic_model_list(); *m; m++)
		if ((*m)->vendor)
			snprintf(models + strlen(models), sizeof models - strlen(models), "%s%s (PCI %04x:%04x)", models[0] ? ", " : "",
			         (*m)->name, (*m)->vendor, (*m)->device);
	if (parse_hardware_id(hardware_id, &vendor, &device))
		snprintf(out, max,
		         "no NIC model for %s; models: %s; a register stub takes many drivers to their attributes: --nic "
		         "stub,id=%04x:%04x,bar0=64K",
		         hardware_id, models, vendor, device);
	else
		snprintf(out, max, "%s is not a PCI device that a NIC model could be; models: %s", hardware_id, models);
}

void nic_hardware_id(const struct nic *n, char *out, size_t max)
{
	const struct nic_identity *id = nic_identity(n);
	snprintf(out, max, "PCI\\VEN_%04X&DEV_%04X&SUBSYS_%04X%04X&REV_%02X", id->vendor, id->device, id->subdevice, id->subvendor,
	         id->revision);
}

static int check_identity(const struct nic *n, struct err *e)
{
	const struct nic_identity *id = nic_identity(n);
	for (unsigned b = 0; b < BUS_BARS; b++) {
		const struct nic_bar *r = &id->bar[b];
		if (!r->size)
			continue;
		const uint64_t least = r->io ? 4 : RAM_PAGE, most = r->io ? 256 : 16u << 20;
		if ((r->size & (r->size - 1)) || r->size < least || r->size > most)
			return err_set(e, EINVAL, "bar%u of %llu bytes: a power of two from %llu to %llu is needed", b,
			               (unsigned long long)r->size, (unsigned long long)least, (unsigned long long)most);
	}
	if (id->msix_vectors > BUS_VECTORS)
		return err_set(e, EINVAL, "msix=%u: at most %u vectors", id->msix_vectors, BUS_VECTORS);
	return 0;
}

int nic_create(const char *spec, const char *name, struct nic **out, struct err *e)
{
	char *text = strdup(spec), *save = NULL, *word = text ? strtok_r(text, ",", &save) : NULL;
	const struct nic_model *m = word ? nic_model_find(word) : NULL;
	struct nic *n = NULL;
	struct nic_identity id = {0};
	int r;
	if (!m) {
		char models[64] = "";
		for (const struct nic_model *const *i = nic_model_list(); *i; i++)
			snprintf(models + strlen(models), sizeof models - strlen(models), "%s%s", models[0] ? ", " : "", (*i)->name);
		r = err_set(e, EINVAL, "--nic %s: no NIC model of that name; there are: %s", spec, models);
		goto fail;
	}
	r = nic_open(m, name, &n, e);
	while (!r && (word = strtok_r(NULL, ",", &save))) {
		char *value = strchr(word, '=');
		if (!value) {
			r = err_set(e, EINVAL, "%s: a setting is NAME=VALUE; %s knows:\n%s", word, m->name, m->settings);
			break;
		}
		*value++ = 0;
		r = m->set(n, word, value, false, e);
	}
	if (!r)
		r = m->identify(n, &id, e);
	if (!r) {
		pci_init(&n->pci, &id);
		r = check_identity(n, e);
	}
	if (!r) {
		free(text);
		*out = n;
		return 0;
	}
	err_prefix(e, "--nic %s", spec);
	nic_destroy(n);
fail:
	free(text);
	return r;
}
