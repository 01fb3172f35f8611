/*
 * report: one result model, many formats. What the driver reported is kept as the bytes it handed over; struct.c knows every member of
 * every revision, and text, tables and JSON are made from that one description. Prints in the shape of WinDbg's `!ndiskd.netadapter`
 * because that is what users read.
 *
 * Nothing in here knows where the bytes came from. All bytes are untrusted: a decoder reads at most `size` bytes and says n/a for what is
 * not there.
 */
#pragma once
#include "base/base.h"
#include <jansson.h>
#include <stdio.h>

/* ---- structures from raw bytes (struct.c) */
enum report_kind {
	RK_U8,
	RK_U16,
	RK_U32,
	RK_U64,      /* 0n decimal */
	RK_HEX,      /* 32 bits, flags without names */
	RK_BITS,     /* `width` bits at `bit`: plain number */
	RK_SUPPORT,  /* two bits: 0 not supported, 1 supported or on, 2 off, 3 illegal */
	RK_BOOL,     /* BOOLEAN */
	RK_ENCAP,    /* OR of NDIS_ENCAPSULATION_* */
	RK_NIBBLE,   /* OR of NDIS_ENCAPSULATED_PACKET_TASK_OFFLOAD_INNER/OUTER_IPV4/6 */
	RK_ENCTYPES, /* OR of NDIS_ENCAPSULATION_TYPE_* */
	RK_ENUM,     /* `names`: "0 name;1 name" */
	RK_ONOFF32,  /* NDIS_OFFLOAD_SET_NO_CHANGE / ON / OFF */
};
struct report_field {
	const char *name;   /* DDI member designator, "Checksum.IPv4Transmit.TcpChecksum" */
	const char *label;  /* what the table says */
	uint16_t offset;    /* bytes from the start of the structure */
	uint8_t bit, width; /* RK_BITS, RK_SUPPORT, RK_NIBBLE: within the 32-bit word at offset */
	uint8_t kind;
	uint8_t revision; /* lowest Header.Revision that has it */
	const char *names;
};
/* A row of the table and the members under it. */
struct report_block {
	const char *label;
	const struct report_field *fields;
	unsigned count;
	uint8_t revision;
};
struct report_struct {
	const char *name; /* "NDIS_OFFLOAD" */
	uint8_t type;     /* Header.Type, 0 = no object header */
	const struct report_block *blocks;
	unsigned block_count;
	const uint16_t *sizes; /* by revision, 1-based; [0] = number of revisions */
};
extern const struct report_struct report_offload, report_connection, report_parameters, report_encapsulation, report_connection_parameters;
/* By DDI name; NULL if unknown. */
const struct report_struct *report_struct_find(const char *name);
/* Does this structure, as given, contain the member? */
bool report_field_present(const struct report_struct *s, const struct report_field *f, const void *bytes, size_t size);
uint64_t report_field_value(const struct report_field *f, const void *bytes);
/* "Yes", "802_3", "0n16384". `hardware`: 2 ("off") is illegal there and said so. */
const char *report_field_text(const struct report_field *f, uint64_t value, bool hardware, char *out, size_t max);
json_t *report_field_json(const struct report_field *f, uint64_t value);
/* All members as nested JSON objects plus "Header"; members that the revision lacks are null. NULL bytes -> JSON null. */
json_t *report_struct_json(const struct report_struct *s, const void *bytes, size_t size);
/* Members one a line, indented; for `flue oid get` and the trace. */
void report_struct_text(FILE *f, const struct report_struct *s, const void *bytes, size_t size, const char *indent);
/* "NDIS_TCP_CONNECTION_OFFLOAD, 20 bytes: IPv4 only": what a status carried, on one line. */
const char *report_struct_summary(const struct report_struct *s, const void *bytes, size_t size, char *out, size_t max);

/* ---- the capability report (offloads.c, source.c) */
struct report_bytes {
	uint8_t b[256];
	size_t size; /* 0 = never reported */
};
struct report_oper {
	char state[24]; /* "Yes", "No", "not yet" ; "" = nobody said */
	char why[160];
};
enum report_feature {
	RF_CONN4,
	RF_CONN6,
	RF_CSUM4TX,
	RF_CSUM4RX,
	RF_CSUM6TX,
	RF_CSUM6RX,
	RF_LSO1,
	RF_LSO2_4,
	RF_LSO2_6,
	RF_IPSEC1,
	RF_IPSEC2,
	RF_RSC4,
	RF_RSC6,
	RF_GRE,
	RF_VXLAN,
	RF_XLAT,
	RF_USO4,
	RF_USO6,
	RF_URO,
	RF_COUNT
};
struct report_nic {
	char name[32], driver[64], driver_version[32], description[128], ndis[16], device[128], model[32], signature[64], state[32];
	uint32_t ndis_version; /* registered by the driver, 0x0006001e */
	struct report_bytes task_cur, task_hw, conn_cur, conn_hw;
	struct report_oper oper[RF_COUNT];
	bool handlers_tcp; /* both chimney handler sets registered */
	json_t *describe;  /* borrowed: as the machine sent it */
};
/* Takes the lab's description of a NIC (src/lab/control.c: "show") apart. Unknown or missing members are left empty: never fails. */
void report_nic_from_json(const json_t *j, struct report_nic *out);
const char *report_feature_name(enum report_feature f); /* "TcpConnectionIPv4", ... the keys of "operational" */
void report_line(
        FILE *f,
        const struct report_nic *n); /* toe0   toe.sys 1.0   NDIS 6.84   PCI f1e0:7031 (hw/toe)   signature: none   Miniport Running */
void report_offloads_text(FILE *f, const struct report_nic *n, bool all); /* all: also blocks that neither CUR nor HW has */
json_t *report_offloads_json(const struct report_nic *n);
/* Lab's account of what holds the driver, as one line: "seccomp, user dispatch; without landlock (FLUE_NO)". Returns out. */
const char *report_sandbox(const json_t *sandbox, char *out, size_t max);
void report_show_text(FILE *f, const struct report_nic *n);
/* rows: JSON array of {display_name, display_value, keyword, value, default, type} */
void report_keywords_text(FILE *f, const json_t *rows);

/* ---- OIDs (oid.c) */
/* What an OID's information buffer holds, decoded; falls back to {"raw": hex}. */
json_t *report_oid_json(uint32_t oid, const void *bytes, size_t size);
void report_oid_text(FILE *f, uint32_t oid, const void *bytes, size_t size);
/* Turns the command line's text into the OID's buffer: number, MAC, hex:..., or member=value pairs of the structure. Returns bytes or
 * -errno. */
int report_oid_encode(uint32_t oid, const char *const *args, int count, uint32_t ndis_version, void *out, size_t max, struct err *e);

/* ---- OID_TCP_OFFLOAD_PARAMETERS (params.c) */
/* Starts a buffer for the revision that belongs to `ndis_version` (the driver's, or 0 = newest), all members NO_CHANGE. Returns its size.
 */
size_t report_parameters_init(void *out, size_t max, uint32_t ndis_version);
/* "TcpConnectionIPv6", "off". Errors name the members there are and the values that one takes. */
int report_parameters_set(void *bytes, size_t size, const char *member, const char *value, struct err *e);
/* The same for any structure of struct.c; bytes hold a valid header. */
int report_struct_set(const struct report_struct *s, void *bytes, size_t size, const char *member, const char *value, struct err *e);

/* ---- small text */
const char *report_version_text(uint32_t version, char *out, size_t max); /* 0x00060054 -> "6.84" */
uint32_t report_version_parse(const char *text);                          /* "6.84" -> 0x00060054; 0 = not a version */
char *report_hex(const void *bytes, size_t size);                         /* malloc'd, lower case */
int report_unhex(const char *hex, void *out, size_t max);                 /* bytes, or -EINVAL / -ENOSPC */
/* Nearest name in a list by edit distance, NULL if none is near. */
const char *report_suggest(const char *word, const char *const *names, size_t count);
