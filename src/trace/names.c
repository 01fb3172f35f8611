/* Name tables: binary search by number, linear by name (only the command line asks by name). */
#include "trace/names.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const struct trace_name oids[] = {
#define TRACE_NAMES_OID
#include "names_table.inc"
#undef TRACE_NAMES_OID
};
static const struct trace_name statuses[] = {
#define TRACE_NAMES_STATUS
#include "names_table.inc"
#undef TRACE_NAMES_STATUS
};
static const struct trace_name types[] = {
#define TRACE_NAMES_TYPE
#include "names_table.inc"
#undef TRACE_NAMES_TYPE
};
#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static const char *find(const struct trace_name *t, size_t n, uint32_t value)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t mid = (low + high) / 2;

		if (t[mid].value < value)
			low = mid + 1;
		else
			high = mid;
	}
	return low < n && t[low].value == value ? t[low].name : NULL;
}
const char *trace_oid_name(uint32_t oid)
{
	return find(oids, COUNT(oids), oid);
}
const char *trace_status_name(uint32_t status)
{
	return find(statuses, COUNT(statuses), status);
}
const char *trace_object_type_name(uint32_t type)
{
	return find(types, COUNT(types), type);
}
static int by_name(const struct trace_name *t, size_t n, const char *name, size_t prefix, uint32_t *value)
{
	for (size_t i = 0; i < n; i++)
		if (!strcasecmp(t[i].name, name) || !strcasecmp(t[i].name + prefix, name)) {
			*value = t[i].value;
			return 0;
		}
	return -ENOENT;
}
int trace_oid_by_name(const char *name, uint32_t *oid)
{
	return by_name(oids, COUNT(oids), name, strlen("OID_"), oid);
}
int trace_status_by_name(const char *name, uint32_t *status)
{
	return by_name(statuses, COUNT(statuses), name, 0, status);
}
const struct trace_name *trace_oid_table(size_t *count)
{
	*count = COUNT(oids);
	return oids;
}
