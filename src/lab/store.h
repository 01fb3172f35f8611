/*
 * store: what outlives the lab: the registry values that differ from a fresh installation (advanced properties set by the administrator, by
 * NDIS on OID_TCP_OFFLOAD_PARAMETERS, by the driver itself). One JSON file per NIC, <state>/<name>.json, where <state> is $FLUE_STATE, else
 * $XDG_STATE_HOME/flue, else ~/.local/state/flue.
 *
 * A write is: temporary file, fsync, rename, fsync of the directory. So the file is whole at any moment, whatever is killed; when the disk
 * is full the old one stays and the caller gets a sentence. A store without a file (one-shot commands) keeps everything in memory.
 */
#pragma once
#include "base/base.h"
#include <jansson.h>

struct store;
/* name NULL: memory only. `service`: the driver; a file of another driver is left alone and `note` says so. */
int store_open(const char *name, const char *service, struct store **out, char *note, size_t note_max, struct err *e);
void store_close(struct store *s);
/* bytes == SIZE_MAX: the value was deleted. Durable when it returns 0. */
int store_put(struct store *s, const char *path, const char *name, uint32_t type, const void *data, size_t bytes, struct err *e);
/* Several at once, one write: JSON array of {path,name,type,data(hex)} or {path,name,delete:true}. */
int store_put_many(struct store *s, const json_t *values, struct err *e);
/* Array as above; borrowed. */
const json_t *store_values(const struct store *s);
const char *store_path(const struct store *s);     /* "" in memory */
int store_forget(const char *name, struct err *e); /* removes the file */
int store_directory(char *out, size_t max, struct err *e);
