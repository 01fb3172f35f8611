/*
 * Zw*Key and the I/O manager's two functions that open registry keys of devices. Pages: wdm ZwOpenKey, ZwQueryValueKey, ...: the fixed part
 * of an answer that does not fit gives STATUS_BUFFER_TOO_SMALL, the variable part STATUS_BUFFER_OVERFLOW with what does fit; ResultLength
 * always says what it takes.
 */
#include "nt/registry.h"
#include <stdlib.h>
#include <string.h>

struct key_object {
	struct reg_key *key;
	ACCESS_MASK access;
};

static void key_destroy(void *body)
{
	struct key_object *o = body;
	pthread_mutex_lock(&nt_reg_lock);
	if (o->key)
		nt_reg_release(o->key);
	pthread_mutex_unlock(&nt_reg_lock);
}
struct _OBJECT_TYPE nt_ob_key = {.name = "Key", .destroy = key_destroy, .mapping = {0x20019, 0x20006, 0x20019, 0xf003f}};

static struct reg_key *key_of(HANDLE h, NTSTATUS *status)
{
	struct key_object *o = nt_handle_body(h, &nt_ob_key);
	*status = o ? STATUS_SUCCESS : nt_handle_body(h, NULL) ? STATUS_OBJECT_TYPE_MISMATCH : STATUS_INVALID_HANDLE;
	return o ? o->key : NULL;
}

static NTSTATUS key_handle(struct reg_key *k, ACCESS_MASK access, HANDLE *out)
{
	struct key_object *o = nt_ob_create(&nt_ob_key, sizeof *o);
	if (!o)
		return STATUS_INSUFFICIENT_RESOURCES;
	o->key = k; /* the caller raised k->opens */
	o->access = access;
	NTSTATUS st = nt_handle_create(o, access, out);
	ObfDereferenceObject(o);
	return st;
}

/* Copies a counted string that the driver named, before any lock is taken. NULL buffer for an empty one. */
static WCHAR *copy_name(PCUNICODE_STRING s, size_t *chars)
{
	*chars = s && s->Buffer ? s->Length / 2u : 0;
	WCHAR *w = malloc(*chars * 2 + 2);
	if (w && *chars)
		memcpy(w, s->Buffer, *chars * 2);
	if (w)
		w[*chars] = 0;
	return w;
}

static NTSTATUS open_key(PHANDLE out, ACCESS_MASK access, POBJECT_ATTRIBUTES a, bool create, PUNICODE_STRING klass, ULONG options,
                         PULONG disposition)
{
	struct reg_key *from = NULL, *k = NULL;
	NTSTATUS st = STATUS_SUCCESS;
	bool created = false;
	size_t chars, klass_chars = 0;
	if (!out || !a || !a->ObjectName)
		return STATUS_INVALID_PARAMETER;
	HANDLE rooted = a->RootDirectory;
	WCHAR *path = copy_name(a->ObjectName, &chars), *kl = create && klass ? copy_name(klass, &klass_chars) : NULL;
	if (!path) {
		free(kl);
		return STATUS_INSUFFICIENT_RESOURCES;
	}
	if (rooted)
		from = key_of(rooted, &st);
	else if (!chars || path[0] != '\\')
		st = STATUS_OBJECT_PATH_SYNTAX_BAD;
	if (!st) {
		pthread_mutex_lock(&nt_reg_lock);
		if (from && from->deleted)
			st = STATUS_KEY_DELETED;
		else if (create)
			k = nt_reg_make(from, path, chars, REG_MAKE_LAST, &created);
		else
			k = nt_reg_find(from, path, chars);
		if (k) {
			k->opens++;
			if (created) {
				k->is_volatile = options & REG_OPTION_VOLATILE;
				k->klass = kl;
				k->klass_chars = (uint32_t)klass_chars;
				kl = NULL;
			}
		} else if (!st) {
			st = STATUS_OBJECT_NAME_NOT_FOUND;
		}
		pthread_mutex_unlock(&nt_reg_lock);
	}
	free(path);
	free(kl);
	if (st)
		return st;
	st = key_handle(k, access, out);
	if (!st && disposition)
		*disposition = created ? REG_CREATED_NEW_KEY : REG_OPENED_EXISTING_KEY;
	return st;
}

NTSTATUS NTAPI ZwOpenKey(PHANDLE KeyHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes)
{
	return open_key(KeyHandle, DesiredAccess, ObjectAttributes, false, NULL, 0, NULL);
}

NTSTATUS NTAPI ZwOpenKeyEx(PHANDLE KeyHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, ULONG OpenOptions)
{
	return open_key(KeyHandle, DesiredAccess, ObjectAttributes, false, NULL, OpenOptions, NULL);
}

NTSTATUS NTAPI ZwCreateKey(PHANDLE KeyHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, ULONG TitleIndex,
                           PUNICODE_STRING Class, ULONG CreateOptions, PULONG Disposition)
{
	return open_key(KeyHandle, DesiredAccess, ObjectAttributes, true, Class, CreateOptions, Disposition);
}

NTSTATUS nt_reg_open_handle(const char *path, bool create, ACCESS_MASK access, HANDLE *out)
{
	WCHAR w[1024];
	UNICODE_STRING u = nt_ustr(path, w, ARRAY_LEN(w));
	pthread_mutex_lock(&nt_reg_lock);
	struct reg_key *k = create ? nt_reg_make(NULL, w, u.Length / 2u, REG_MAKE_ALL, NULL) : nt_reg_find(NULL, w, u.Length / 2u);
	if (k)
		k->opens++;
	pthread_mutex_unlock(&nt_reg_lock);
	return k ? key_handle(k, access, out) : STATUS_OBJECT_NAME_NOT_FOUND;
}

/* An answer under construction: `fixed` bytes of header, then the variable part. */
static NTSTATUS deliver(const void *answer, size_t fixed, size_t total, void *out, ULONG length, PULONG result)
{
	if (result)
		*result = (ULONG)total;
	if (length < fixed)
		return STATUS_BUFFER_TOO_SMALL;
	memcpy(out, answer, total < length ? total : length);
	return total > length ? STATUS_BUFFER_OVERFLOW : STATUS_SUCCESS;
}

/* Lock held. A malloc'ed answer, or NULL with a status. */
static void *describe_value(const struct reg_value *v, KEY_VALUE_INFORMATION_CLASS klass, size_t *fixed, size_t *total, NTSTATUS *status)
{
	size_t name = v->name_chars * 2u, data_at;
	*status = STATUS_INSUFFICIENT_RESOURCES;
	switch (klass) {
	case KeyValueBasicInformation: {
		*fixed = offsetof(KEY_VALUE_BASIC_INFORMATION, Name);
		*total = *fixed + name;
		KEY_VALUE_BASIC_INFORMATION *i = calloc(1, *total + 16);
		if (!i)
			return NULL;
		i->Type = v->type;
		i->NameLength = (ULONG)name;
		memcpy(i->Name, v->name, name);
		return i;
	}
	case KeyValueFullInformation:
	case KeyValueFullInformationAlign64: {
		*fixed = offsetof(KEY_VALUE_FULL_INFORMATION, Name);
		data_at = ALIGN_UP_TO(*fixed + name, klass == KeyValueFullInformation ? 4 : 8);
		*total = data_at + v->bytes;
		KEY_VALUE_FULL_INFORMATION *i = calloc(1, *total + 16);
		if (!i)
			return NULL;
		i->Type = v->type;
		i->DataOffset = (ULONG)data_at;
		i->DataLength = v->bytes;
		i->NameLength = (ULONG)name;
		memcpy(i->Name, v->name, name);
		memcpy((char *)i + data_at, v->data, v->bytes);
		return i;
	}
	case KeyValuePartialInformation: {
		*fixed = offsetof(KEY_VALUE_PARTIAL_INFORMATION, Data);
		*total = *fixed + v->bytes;
		KEY_VALUE_PARTIAL_INFORMATION *i = calloc(1, *total + 16);
		if (!i)
			return NULL;
		i->Type = v->type;
		i->DataLength = v->bytes;
		memcpy(i->Data, v->data, v->bytes);
		return i;
	}
	case KeyValuePartialInformationAlign64: {
		*fixed = offsetof(KEY_VALUE_PARTIAL_INFORMATION_ALIGN64, Data);
		*total = *fixed + v->bytes;
		KEY_VALUE_PARTIAL_INFORMATION_ALIGN64 *i = calloc(1, *total + 16);
		if (!i)
			return NULL;
		i->Type = v->type;
		i->DataLength = v->bytes;
		memcpy(i->Data, v->data, v->bytes);
		return i;
	}
	default:
		*status = STATUS_INVALID_PARAMETER;
		return NULL;
	}
}

static NTSTATUS query_value(HANDLE h, PUNICODE_STRING name, ULONG index, KEY_VALUE_INFORMATION_CLASS klass, PVOID out, ULONG length,
                            PULONG result)
{
	NTSTATUS st;
	size_t chars, fixed = 0, total = 0;
	void *answer = NULL;
	WCHAR *w = copy_name(name, &chars);
	struct reg_key *k = w ? key_of(h, &st) : NULL;
	if (!w)
		return STATUS_INSUFFICIENT_RESOURCES;
	if (k) {
		struct reg_value *v = NULL;
		pthread_mutex_lock(&nt_reg_lock);
		if (k->deleted) {
			st = STATUS_KEY_DELETED;
		} else if (name) {
			v = nt_reg_value(k, w, chars);
			st = STATUS_OBJECT_NAME_NOT_FOUND;
		} else {
			st = STATUS_NO_MORE_ENTRIES;
			ULONG i = 0;
			list_each(l, &k->values) if (i++ == index) v = base_container_of(l, struct reg_value, link);
		}
		if (v)
			answer = describe_value(v, klass, &fixed, &total, &st);
		pthread_mutex_unlock(&nt_reg_lock);
	}
	free(w);
	if (answer)
		st = deliver(answer, fixed, total, out, length, result);
	free(answer);
	return st;
}

NTSTATUS NTAPI ZwQueryValueKey(HANDLE KeyHandle, PUNICODE_STRING ValueName, KEY_VALUE_INFORMATION_CLASS Class, PVOID Information,
                               ULONG Length, PULONG ResultLength)
{
	UNICODE_STRING none = {0};
	return query_value(KeyHandle, ValueName ? ValueName : &none, 0, Class, Information, Length, ResultLength);
}

NTSTATUS NTAPI ZwEnumerateValueKey(HANDLE KeyHandle, ULONG Index, KEY_VALUE_INFORMATION_CLASS Class, PVOID Information, ULONG Length,
                                   PULONG ResultLength)
{
	return query_value(KeyHandle, NULL, Index, Class, Information, Length, ResultLength);
}

static void longest(const struct reg_key *k, ULONG *child, ULONG *klass, ULONG *name, ULONG *data)
{
	*child = *klass = *name = *data = 0;
	list_each(l, &k->children)
	{
		struct reg_key *c = base_container_of(l, struct reg_key, link);
		*child = c->name_chars * 2 > *child ? c->name_chars * 2 : *child;
		*klass = c->klass_chars * 2 > *klass ? c->klass_chars * 2 : *klass;
	}
	list_each(l, &k->values)
	{
		struct reg_value *v = base_container_of(l, struct reg_value, link);
		*name = v->name_chars * 2 > *name ? v->name_chars * 2 : *name;
		*data = v->bytes > *data ? v->bytes : *data;
	}
}

static void *describe_key(const struct reg_key *k, KEY_INFORMATION_CLASS klass, bool by_name, size_t *fixed, size_t *total,
                          NTSTATUS *status)
{
	size_t name = k->name_chars * 2u, kl = k->klass_chars * 2u;
	*status = STATUS_INSUFFICIENT_RESOURCES;
	switch (klass) {
	case KeyBasicInformation: {
		*fixed = offsetof(KEY_BASIC_INFORMATION, Name);
		*total = *fixed + name;
		KEY_BASIC_INFORMATION *i = calloc(1, *total + 16);
		if (!i)
			return NULL;
		i->LastWriteTime.QuadPart = (LONGLONG)k->written;
		i->NameLength = (ULONG)name;
		memcpy(i->Name, k->name, name);
		return i;
	}
	case KeyNodeInformation: {
		*fixed = offsetof(KEY_NODE_INFORMATION, Name);
		size_t at = ALIGN_UP_TO(*fixed + name, 4);
		*total = kl ? at + kl : *fixed + name;
		KEY_NODE_INFORMATION *i = calloc(1, *total + 16);
		if (!i)
			return NULL;
		i->LastWriteTime.QuadPart = (LONGLONG)k->written;
		i->ClassOffset = kl ? (ULONG)at : (ULONG)-1;
		i->ClassLength = (ULONG)kl;
		i->NameLength = (ULONG)name;
		memcpy(i->Name, k->name, name);
		if (kl)
			memcpy((char *)i + at, k->klass, kl);
		return i;
	}
	case KeyFullInformation: {
		*fixed = offsetof(KEY_FULL_INFORMATION, Class);
		*total = *fixed + kl;
		KEY_FULL_INFORMATION *i = calloc(1, *total + 16);
		if (!i)
			return NULL;
		i->LastWriteTime.QuadPart = (LONGLONG)k->written;
		i->ClassOffset = kl ? (ULONG)*fixed : (ULONG)-1;
		i->ClassLength = (ULONG)kl;
		i->SubKeys = k->child_count;
		i->Values = k->value_count;
		longest(k, &i->MaxNameLen, &i->MaxClassLen, &i->MaxValueNameLen, &i->MaxValueDataLen);
		if (kl)
			memcpy(i->Class, k->klass, kl);
		return i;
	}
	case KeyNameInformation: {
		char path[1024];
		WCHAR w[1024];
		if (by_name)
			break; /* ZwEnumerateKey does not know this class */
		nt_reg_path(k, path, sizeof path);
		size_t n = nt_utf16_of(path, w, ARRAY_LEN(w)) * 2;
		*fixed = offsetof(KEY_NAME_INFORMATION, Name);
		*total = *fixed + n;
		KEY_NAME_INFORMATION *i = calloc(1, *total + 16);
		if (!i)
			return NULL;
		i->NameLength = (ULONG)n;
		memcpy(i->Name, w, n);
		return i;
	}
	case KeyCachedInformation: {
		if (by_name)
			break;
		*fixed = *total = sizeof(KEY_CACHED_INFORMATION);
		KEY_CACHED_INFORMATION *i = calloc(1, *total);
		ULONG unused;
		if (!i)
			return NULL;
		i->LastWriteTime.QuadPart = (LONGLONG)k->written;
		i->SubKeys = k->child_count;
		i->Values = k->value_count;
		i->NameLength = (ULONG)name;
		longest(k, &i->MaxNameLen, &unused, &i->MaxValueNameLen, &i->MaxValueDataLen);
		return i;
	}
	default:
		break;
	}
	*status = STATUS_INVALID_PARAMETER;
	return NULL;
}

static NTSTATUS query_key(HANDLE h, bool enumerate, ULONG index, KEY_INFORMATION_CLASS klass, PVOID out, ULONG length, PULONG result)
{
	NTSTATUS st;
	size_t fixed = 0, total = 0;
	void *answer = NULL;
	struct reg_key *k = key_of(h, &st), *which = NULL;
	if (!k)
		return st;
	pthread_mutex_lock(&nt_reg_lock);
	if (k->deleted) {
		st = STATUS_KEY_DELETED;
	} else if (!enumerate) {
		which = k;
	} else {
		st = STATUS_NO_MORE_ENTRIES;
		ULONG i = 0;
		list_each(l, &k->children) if (i++ == index) which = base_container_of(l, struct reg_key, link);
	}
	if (which)
		answer = describe_key(which, klass, enumerate, &fixed, &total, &st);
	pthread_mutex_unlock(&nt_reg_lock);
	if (answer)
		st = deliver(answer, fixed, total, out, length, result);
	free(answer);
	return st;
}

NTSTATUS NTAPI ZwQueryKey(HANDLE KeyHandle, KEY_INFORMATION_CLASS Class, PVOID Information, ULONG Length, PULONG ResultLength)
{
	return query_key(KeyHandle, false, 0, Class, Information, Length, ResultLength);
}

NTSTATUS NTAPI ZwEnumerateKey(HANDLE KeyHandle, ULONG Index, KEY_INFORMATION_CLASS Class, PVOID Information, ULONG Length,
                              PULONG ResultLength)
{
	return query_key(KeyHandle, true, Index, Class, Information, Length, ResultLength);
}

NTSTATUS NTAPI ZwSetValueKey(HANDLE KeyHandle, PUNICODE_STRING ValueName, ULONG TitleIndex, ULONG Type, PVOID Data, ULONG DataSize)
{
	NTSTATUS st;
	size_t chars;
	char path[1024];
	struct reg_key *k = key_of(KeyHandle, &st);
	if (!k)
		return st;
	WCHAR *name = copy_name(ValueName, &chars);
	void *data = malloc(DataSize + 1ull);
	if (name && data) {
		if (DataSize)
			memcpy(data, Data, DataSize);
		pthread_mutex_lock(&nt_reg_lock);
		int r = k->deleted ? -ENOENT : nt_reg_put(k, name, chars, Type, data, DataSize);
		st = !r ? STATUS_SUCCESS : r == -ENOENT ? STATUS_KEY_DELETED : STATUS_INSUFFICIENT_RESOURCES;
		nt_reg_path(k, path, sizeof path);
		pthread_mutex_unlock(&nt_reg_lock);
		if (!st)
			nt_reg_tell(path, name, chars, Type, data, DataSize);
	} else {
		st = STATUS_INSUFFICIENT_RESOURCES;
	}
	free(name);
	free(data);
	return st;
}

NTSTATUS NTAPI ZwDeleteValueKey(HANDLE KeyHandle, PUNICODE_STRING ValueName)
{
	NTSTATUS st;
	size_t chars;
	char path[1024];
	struct reg_key *k = key_of(KeyHandle, &st);
	if (!k)
		return st;
	WCHAR *name = copy_name(ValueName, &chars);
	if (!name)
		return STATUS_INSUFFICIENT_RESOURCES;
	pthread_mutex_lock(&nt_reg_lock);
	struct reg_value *v = k->deleted ? NULL : nt_reg_value(k, name, chars);
	st = k->deleted ? STATUS_KEY_DELETED : v ? STATUS_SUCCESS : STATUS_OBJECT_NAME_NOT_FOUND;
	if (v)
		nt_reg_drop(k, v);
	nt_reg_path(k, path, sizeof path);
	pthread_mutex_unlock(&nt_reg_lock);
	if (!st)
		nt_reg_tell(path, name, chars, 0, NULL, SIZE_MAX);
	free(name);
	return st;
}

NTSTATUS NTAPI ZwDeleteKey(HANDLE KeyHandle)
{
	NTSTATUS st;
	char path[1024];
	struct reg_key *k = key_of(KeyHandle, &st);
	if (!k)
		return st;
	pthread_mutex_lock(&nt_reg_lock);
	nt_reg_path(k, path, sizeof path);
	st = nt_reg_remove_key(k);
	pthread_mutex_unlock(&nt_reg_lock);
	if (!st)
		nt_reg_tell(path, NULL, 0, 0, NULL, SIZE_MAX);
	return st;
}

NTSTATUS NTAPI ZwRenameKey(HANDLE KeyHandle, PUNICODE_STRING NewName)
{
	NTSTATUS st;
	size_t chars;
	struct reg_key *k = key_of(KeyHandle, &st);
	if (!k)
		return st;
	WCHAR *name = copy_name(NewName, &chars);
	if (!name || !chars || chars > 255) {
		free(name);
		return STATUS_INVALID_PARAMETER;
	}
	pthread_mutex_lock(&nt_reg_lock);
	if (k->deleted)
		st = STATUS_KEY_DELETED;
	else if (nt_reg_find(k->parent, name, chars))
		st = STATUS_CANNOT_DELETE; /* the page: a key of that name exists */
	if (!st) {
		free(k->name);
		k->name = name;
		k->name_chars = (uint32_t)chars;
		name = NULL;
	}
	pthread_mutex_unlock(&nt_reg_lock);
	free(name);
	return st;
}

/* Every write was told to the lab before it was acknowledged: there is nothing left to flush. */
NTSTATUS NTAPI ZwFlushKey(HANDLE KeyHandle)
{
	NTSTATUS st;
	key_of(KeyHandle, &st);
	return st;
}
