/*
 * inf: the setup file that comes with a driver. The lab reads it (the machine never sees it): which devices it serves, which .sys, and
 * every registry value that Windows would have written at installation, advanced-property defaults included.
 *
 *   inf_load()     text of any encoding -> sections of lines of fields          inf_parse.c
 *   inf_model...   [Manufacturer], decorated models sections, hardware ids      inf.c
 *   inf_install()  DDInstall section -> registry values, parameters, service    inf_install.c
 *
 * The file is untrusted: sizes are bounded, nothing recurses without a limit. Errors are one line with file name and line number.
 * Syntax: network and install pages of the driver documentation ("General Syntax Rules for INF Files", "INF AddReg Directive", "INF
 * Manufacturer Section", "INF Models Section", "INF DDInstall Section", "Specifying Configuration Parameters for the Advanced Properties
 * Page").
 */
#pragma once
#include "base/base.h"

#define INF_MAX_BYTES (8u << 20)
#define INF_MAX_NEEDS 16 /* depth of Needs */

struct inf_line {
	char *key;    /* left of '=', NULL if there is none; quotes taken off, %tokens% not yet replaced */
	char **field; /* right of it, or the whole line */
	unsigned count;
	unsigned line; /* in the file, 1-based */
};
struct inf_section {
	char *name;
	struct inf_line *lines;
	unsigned count, room, line;
};
struct inf {
	char name[128]; /* file name without directory, for messages */
	struct inf_section *sections;
	unsigned count, room;
};
/* Reads and parses. -ENOENT: no such file. */
int inf_load(const char *path, struct inf **out, struct err *e);
int inf_parse(const void *bytes, size_t size, const char *name, struct inf **out, struct err *e);
void inf_free(struct inf *inf);
const struct inf_section *inf_section(const struct inf *inf, const char *name); /* case-insensitive; NULL */
const struct inf_line *inf_line(const struct inf_section *s, const char *key);  /* first with that key; NULL */
/* Field `i` with %tokens% replaced; "" when absent. malloc'd. */
char *inf_field(const struct inf *inf, const struct inf_line *l, unsigned i);
char *inf_expand(const struct inf *inf, const char *text);

/* The Windows that we play, for decorations such as NTamd64.10.0...16299. */
struct inf_target {
	unsigned major, minor, build;
};
extern const struct inf_target inf_target_default; /* 10.0, build 26100 */
struct inf_model {
	char *description;
	char *install; /* DDInstall section name, undecorated */
	char **ids;    /* hardware id, then compatible ids, as written */
	unsigned id_count, line;
	char *section; /* models section it came from */
	char *manufacturer;
};
/* Every model of the best matching decoration per manufacturer. Caller frees by inf_models_free. -ENOENT with a sentence when there is none
 * for x64. */
int inf_models(const struct inf *inf, const struct inf_target *target, struct inf_model **out, unsigned *count, struct err *e);
void inf_models_free(struct inf_model *m, unsigned count);

enum inf_root { INF_ADAPTER, INF_HARDWARE, INF_SERVICE, INF_ABSOLUTE };
struct inf_value {
	enum inf_root root; /* adapter software key; device's hardware key; service key; full path \Registry\... in `subkey` */
	char *subkey;       /* below the root, "" = the root itself */
	char *name;         /* "" = default value */
	uint32_t type;      /* REG_SZ 1, EXPAND_SZ 2, BINARY 3, DWORD 4, MULTI_SZ 7, QWORD 11 */
	uint8_t *data;      /* as Windows keeps it: strings are UTF-16LE with terminator */
	uint32_t bytes;
	unsigned line; /* 0 = made by us */
};
struct inf_enum {
	char *value, *text;
};
struct inf_param { /* an advanced property: Ndi\params\<keyword> */
	char *keyword, *desc, *type, *fallback /* Default */, *min, *max, *step;
	bool optional;
	struct inf_enum *values;
	unsigned value_count;
};
struct inf_install {
	char *description, *manufacturer, *provider, *version, *date, *hardware_id, *section, *service, *sys, *class_name;
	bool root; /* not enumerated by a bus: no PCI\ id; the device is made up (wintun) */
	uint32_t characteristics;
	struct inf_value *values;
	unsigned value_count, value_room;
	struct inf_param *params;
	unsigned param_count, param_room;
	char notes[512]; /* "Needs X: in machine.inf, not read"; "" */
};
/* hardware_id NULL: the first model that has a PCI id, else the first. -ENODEV with a sentence when no model has that id. */
int inf_install(const struct inf *inf, const char *hardware_id, const struct inf_target *target, struct inf_install **out, struct err *e);
/* For a driver without INF: Ethernet defaults, service = `service`. */
struct inf_install *inf_install_generic(const char *service);
void inf_install_free(struct inf_install *i);
/* Adds or replaces a value. String types take UTF-8 `text`; DWORD a number in text. */
int inf_value_set(struct inf_install *i, enum inf_root root, const char *subkey, const char *name, uint32_t type, const char *text,
                  unsigned line);
int inf_value_set_raw(struct inf_install *i, enum inf_root root, const char *subkey, const char *name, uint32_t type, const void *data,
                      size_t bytes, unsigned line);
const struct inf_value *inf_value_find(const struct inf_install *i, enum inf_root root, const char *subkey, const char *name);
const struct inf_param *inf_param_find(const struct inf_install *i, const char *keyword);
/* Text of a value for people; malloc'd. */
char *inf_value_text(uint32_t type, const void *data, size_t bytes);
/* UTF-8 to UTF-16LE bytes with terminator; returns bytes. `out` malloc'd. */
size_t inf_utf16(const char *utf8, uint8_t **out);
/* Does this INF hardware id ("PCI\VEN_1AF4&DEV_1041") cover the device ("PCI\VEN_1AF4&DEV_1041&SUBSYS_...&REV_01")? */
bool inf_id_matches(const char *inf_id, const char *device_id);
