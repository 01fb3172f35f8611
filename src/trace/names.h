/*
 * Names of the numbers that cross the NDIS boundary: OIDs, NDIS_STATUS and NTSTATUS codes, object types. Tables are generated from
 * include/ddi by names_gen.py (names_table.inc is committed; tests/report proves that it is current). Lookups return NULL for a number that
 * has no name.
 */
#pragma once
#include <stddef.h>
#include <stdint.h>

struct trace_name {
	uint32_t value;
	const char *name;
};
const char *trace_oid_name(uint32_t oid);
/* Status indications and results alike: NDIS_STATUS_* first, then STATUS_*. */
const char *trace_status_name(uint32_t status);
/* "NDIS_OBJECT_TYPE_OFFLOAD"; for Header.Type. */
const char *trace_object_type_name(uint32_t type);
/* Case-insensitive; "OID_" may be left out. 0 or -ENOENT. */
int trace_oid_by_name(const char *name, uint32_t *oid);
int trace_status_by_name(const char *name, uint32_t *status);
/* All OIDs, sorted by number: for completion and suggestions. */
const struct trace_name *trace_oid_table(size_t *count);
