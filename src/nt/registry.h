/* The registry's tree, shared by registry.c (tree, nt_reg_*), registry_zw.c (handles, Zw*Key) and rtl_registry.c. */
#pragma once
#include "nt/exec.h"

struct reg_value {
	struct list link;
	WCHAR *name;
	uint32_t name_chars, type, bytes;
	uint8_t *data;
};
struct reg_key {
	struct list link; /* in parent's children */
	struct list children, values;
	struct reg_key *parent;
	WCHAR *name, *klass;
	uint32_t name_chars, klass_chars, child_count, value_count;
	uint64_t written; /* system time, 100 ns */
	unsigned opens;   /* key objects that point here; freed when deleted and 0 */
	bool deleted, is_volatile;
};
extern pthread_mutex_t nt_reg_lock;
/* All under nt_reg_lock. Paths are UTF-16; `from` NULL means the path is absolute and starts with \Registry. */
struct reg_key *nt_reg_find(struct reg_key *from, const WCHAR *path, size_t chars);
enum reg_make { REG_MAKE_LAST, REG_MAKE_ALL };
struct reg_key *nt_reg_make(struct reg_key *from, const WCHAR *path, size_t chars, enum reg_make how, bool *created);
struct reg_value *nt_reg_value(struct reg_key *k, const WCHAR *name, size_t chars);
int nt_reg_put(struct reg_key *k, const WCHAR *name, size_t chars, uint32_t type, const void *data, size_t bytes);
void nt_reg_drop(struct reg_key *k, struct reg_value *v);
NTSTATUS nt_reg_remove_key(struct reg_key *k);
void nt_reg_release(struct reg_key *k);
size_t nt_reg_path(const struct reg_key *k, char *out, size_t max); /* UTF-8, full */
/* Tells config->on_registry_write; no lock held. data NULL with bytes SIZE_MAX: deleted. 0, or what it says: not durable. */
int nt_reg_tell(const char *path, const WCHAR *name, size_t chars, uint32_t type, const void *data, size_t bytes);
