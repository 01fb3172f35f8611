/*
 * Objects, handles and names. Pages: wdm Ob*.
 *
 * An object is a header and a body in one pool block; drivers hold the body. A handle holds a reference of its own. Handle values are 4, 8,
 * 12, ...: all are kernel handles, there is one table. Names live in one flat list of full paths, compared without case; a lookup follows
 * symbolic links by prefix, so \DosDevices\X, \??\X and \GLOBAL??\X are one name.
 */
#include "nt/exec.h"
#include <stdlib.h>
#include <string.h>

#define MAGIC    0x4a424f20544e5543ull
#define TAG_OBJ  0x206a624fu /* "Obj " */
#define MAX_LINK 16

struct header {
	uint64_t magic;
	struct _OBJECT_TYPE *type;
	_Atomic long refs, handles;
	struct name *name;
	uint64_t pad[3];
};
_Static_assert(sizeof(struct header) == 64, "bodies are 16-byte aligned");

struct name {
	struct list link;
	void *body; /* no reference: names are temporary objects' */
	size_t chars;
	WCHAR path[];
};
struct slot {
	void *body;
	ACCESS_MASK access;
};
static struct {
	pthread_mutex_t lock;
	struct slot *slots;
	size_t max, used;
	size_t hint;
	struct list names;
} ob = {.lock = PTHREAD_MUTEX_INITIALIZER, .names = {&ob.names, &ob.names}};

struct _OBJECT_TYPE nt_ob_semaphore = {.name = "Semaphore"}, nt_ob_timer = {.name = "Timer"}, nt_ob_mutant = {.name = "Mutant"},
                    nt_ob_event = {.name = "Event", .mapping = {0x20001, 0x20002, 0x120000, 0x1f0003}}, nt_ob_thread = {.name = "Thread"},
                    nt_ob_process = {.name = "Process"}, nt_ob_section = {.name = "Section"}, nt_ob_directory = {.name = "Directory"},
                    nt_ob_token = {.name = "Token"}, nt_ob_desktop = {.name = "Desktop"};
/* The kernel's variables: a driver's import slot holds their address. */
POBJECT_TYPE nt_type_event = &nt_ob_event, nt_type_semaphore = &nt_ob_semaphore, nt_type_file = &nt_ob_file, nt_type_key = &nt_ob_key,
             nt_type_process = &nt_ob_process, nt_type_thread = &nt_ob_thread, nt_type_token = &nt_ob_token,
             nt_type_desktop = &nt_ob_desktop;
/* The same for code of ours compiled against the DDI. */
POBJECT_TYPE *ExEventObjectType = &nt_type_event, *ExSemaphoreObjectType = &nt_type_semaphore, *IoFileObjectType = &nt_type_file,
             *CmKeyObjectType = &nt_type_key, *PsProcessType = &nt_type_process, *PsThreadType = &nt_type_thread,
             *SeTokenObjectType = &nt_type_token, *ExDesktopObjectType = &nt_type_desktop;

static struct header *header_of(const void *body)
{
	struct header *h = (struct header *)(uintptr_t)body - 1;
	if (!body || ((uintptr_t)body & 15) || !nt_phys(h) || h->magic != MAGIC)
		return NULL;
	return h;
}

void *nt_ob_create(struct _OBJECT_TYPE *type, size_t body_bytes)
{
	struct header *h = nt_pool_alloc(sizeof *h + body_bytes, TAG_OBJ);
	if (!h)
		return NULL;
	h->magic = MAGIC;
	h->type = type;
	h->refs = 1;
	return h + 1;
}

struct _OBJECT_TYPE *nt_ob_type(const void *body)
{
	struct header *h = header_of(body);
	return h ? h->type : NULL;
}

long nt_ob_refs(const void *body)
{
	struct header *h = header_of(body);
	return h ? h->refs : 0;
}

static struct header *checked(const void *body, const char *what)
{
	struct header *h = header_of(body);
	if (!h)
		nt_crash_driver("bad object", "%s: %p is no object (freed, or never one); Windows: bug check 0x18, REFERENCE_BY_POINTER",
		                what, body);
	return h;
}

static LONG_PTR dereference(void *body, const char *what)
{
	struct header *h = checked(body, what);
	long left = --h->refs;
	if (left > 0)
		return left;
	if (left < 0)
		nt_crash_driver("bad object",
		                "%s: a %s object's reference count fell below 0; Windows: bug check 0x18, REFERENCE_BY_POINTER", what,
		                h->type->name);
	nt_ob_name_clear(body);
	if (h->type->destroy)
		h->type->destroy(body);
	h->magic = 0;
	nt_pool_free(h);
	return 0;
}

LONG_PTR NTAPI ObfReferenceObject(PVOID Object)
{
	return ++checked(Object, "ObReferenceObject")->refs;
}
LONG_PTR NTAPI ObfReferenceObjectWithTag(PVOID Object, ULONG Tag)
{
	return ObfReferenceObject(Object);
}
LONG_PTR NTAPI ObfDereferenceObject(PVOID Object)
{
	return dereference(Object, "ObDereferenceObject");
}
LONG_PTR NTAPI ObfDereferenceObjectWithTag(PVOID Object, ULONG Tag)
{
	return dereference(Object, "ObDereferenceObject");
}
VOID NTAPI ObDereferenceObjectDeferDelete(PVOID Object)
{
	dereference(Object, "ObDereferenceObjectDeferDelete");
}
VOID NTAPI ObDereferenceObjectDeferDeleteWithTag(PVOID Object, ULONG Tag)
{
	dereference(Object, "ObDereferenceObjectDeferDelete");
}

BOOLEAN NTAPI ObReferenceObjectSafe(PVOID Object)
{
	struct header *h = checked(Object, "ObReferenceObjectSafe");
	for (long r = h->refs; r > 0;)
		if (__atomic_compare_exchange_n((long *)&h->refs, &r, r + 1, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST))
			return TRUE;
	return FALSE;
}
BOOLEAN NTAPI ObReferenceObjectSafeWithTag(PVOID Object, ULONG Tag)
{
	return ObReferenceObjectSafe(Object);
}

NTSTATUS NTAPI ObReferenceObjectByPointer(PVOID Object, ACCESS_MASK DesiredAccess, POBJECT_TYPE ObjectType, KPROCESSOR_MODE AccessMode)
{
	struct header *h = checked(Object, "ObReferenceObjectByPointer");
	if (ObjectType ? h->type != ObjectType : AccessMode != KernelMode)
		return STATUS_OBJECT_TYPE_MISMATCH;
	h->refs++;
	return STATUS_SUCCESS;
}
NTSTATUS NTAPI ObReferenceObjectByPointerWithTag(PVOID Object, ACCESS_MASK DesiredAccess, POBJECT_TYPE ObjectType,
                                                 KPROCESSOR_MODE AccessMode, ULONG Tag)
{
	return ObReferenceObjectByPointer(Object, DesiredAccess, ObjectType, AccessMode);
}

/* ---- handles */
NTSTATUS nt_handle_create(void *body, ACCESS_MASK access, HANDLE *out)
{
	struct header *h = checked(body, "handle");
	size_t i;
	pthread_mutex_lock(&ob.lock);
	if (ob.used == ob.max) {
		size_t max = ob.max ? ob.max * 2 : 64;
		struct slot *more = max <= 1u << 20 ? realloc(ob.slots, max * sizeof *more) : NULL;
		if (!more) {
			pthread_mutex_unlock(&ob.lock);
			return STATUS_INSUFFICIENT_RESOURCES;
		}
		memset(more + ob.max, 0, (max - ob.max) * sizeof *more);
		ob.slots = more;
		ob.max = max;
	}
	for (i = ob.hint % ob.max; ob.slots[i].body;)
		i = (i + 1) % ob.max;
	ob.slots[i] = (struct slot){.body = body, .access = access};
	ob.hint = i + 1; /* a closed handle's value comes back as late as possible */
	ob.used++;
	h->refs++;
	h->handles++;
	pthread_mutex_unlock(&ob.lock);
	*out = (HANDLE)((i + 1) * 4);
	return STATUS_SUCCESS;
}

static struct slot *slot_of(HANDLE handle)
{
	size_t v = (uintptr_t)handle;
	if ((v & 3) || v / 4 < 1 || v / 4 > ob.max || !ob.slots[v / 4 - 1].body)
		return NULL;
	return &ob.slots[v / 4 - 1];
}

void *nt_handle_body(HANDLE handle, struct _OBJECT_TYPE *type)
{
	pthread_mutex_lock(&ob.lock);
	struct slot *s = slot_of(handle);
	void *body = s ? s->body : NULL;
	if (body && type && header_of(body)->type != type)
		body = NULL;
	pthread_mutex_unlock(&ob.lock);
	return body;
}

unsigned nt_handle_count(void)
{
	return (unsigned)ob.used;
}

NTSTATUS NTAPI ObReferenceObjectByHandle(HANDLE Handle, ACCESS_MASK DesiredAccess, POBJECT_TYPE ObjectType, KPROCESSOR_MODE AccessMode,
                                         PVOID *Object, POBJECT_HANDLE_INFORMATION HandleInformation)
{
	NTSTATUS st = STATUS_SUCCESS;
	void *body = NULL;
	*Object = NULL;
	if ((LONG_PTR)Handle == -1 || (LONG_PTR)Handle == -2) { /* NtCurrentProcess(), NtCurrentThread() */
		body = (LONG_PTR)Handle == -1 ? (void *)IoGetCurrentProcess() : (void *)KeGetCurrentThread();
		if (ObjectType && nt_ob_type(body) != ObjectType)
			return STATUS_OBJECT_TYPE_MISMATCH;
		ObfReferenceObject(body);
		*Object = body;
		return st;
	}
	pthread_mutex_lock(&ob.lock);
	struct slot *s = slot_of(Handle);
	if (!s) {
		st = STATUS_INVALID_HANDLE;
	} else if (ObjectType && header_of(s->body)->type != ObjectType) {
		st = STATUS_OBJECT_TYPE_MISMATCH;
	} else if (AccessMode != KernelMode && (DesiredAccess & ~s->access)) {
		st = STATUS_ACCESS_DENIED;
	} else {
		*Object = s->body;
		header_of(s->body)->refs++;
		if (HandleInformation)
			*HandleInformation = (OBJECT_HANDLE_INFORMATION){.GrantedAccess = s->access};
	}
	pthread_mutex_unlock(&ob.lock);
	return st;
}
NTSTATUS NTAPI ObReferenceObjectByHandleWithTag(HANDLE Handle, ACCESS_MASK DesiredAccess, POBJECT_TYPE ObjectType,
                                                KPROCESSOR_MODE AccessMode, ULONG Tag, PVOID *Object,
                                                POBJECT_HANDLE_INFORMATION HandleInformation)
{
	return ObReferenceObjectByHandle(Handle, DesiredAccess, ObjectType, AccessMode, Object, HandleInformation);
}

NTSTATUS NTAPI ZwClose(HANDLE Handle)
{
	pthread_mutex_lock(&ob.lock);
	struct slot *s = slot_of(Handle);
	void *body = NULL;
	long left = 0;
	if (s && s->body) {
		body = s->body;
		*s = (struct slot){0};
		ob.used--;
		left = --header_of(body)->handles;
	}
	pthread_mutex_unlock(&ob.lock);
	if (!body) {
		char who[200];
		nt_finding("handle", "%s closes handle %p, which is not open", nt_where_text(nt_caller(), who, sizeof who), Handle);
		return STATUS_INVALID_HANDLE;
	}
	if (!left && header_of(body)->type->close)
		header_of(body)->type->close(body);
	dereference(body, "ZwClose");
	return STATUS_SUCCESS;
}

NTSTATUS NTAPI ObCloseHandle(HANDLE Handle, KPROCESSOR_MODE PreviousMode)
{
	return ZwClose(Handle);
}

NTSTATUS NTAPI ZwDuplicateObject(HANDLE SourceProcess, HANDLE Source, HANDLE TargetProcess, PHANDLE Target, ACCESS_MASK Access,
                                 ULONG Attributes, ULONG Options)
{
	PVOID body;
	OBJECT_HANDLE_INFORMATION info = {0};
	NTSTATUS st = ObReferenceObjectByHandle(Source, 0, NULL, KernelMode, &body, &info);
	if (st)
		return st;
	if (Target)
		st = nt_handle_create(body, Options & 2 /* DUPLICATE_SAME_ACCESS */ ? info.GrantedAccess : Access, Target);
	ObfDereferenceObject(body);
	if (!st && (Options & 1)) /* DUPLICATE_CLOSE_SOURCE */
		st = ZwClose(Source);
	return st;
}

/* ---- names */
static const struct {
	const WCHAR *from, *to;
} roots[] = {{u"\\DosDevices\\Global\\", u"\\??\\"}, {u"\\DosDevices\\", u"\\??\\"}, {u"\\GLOBAL??\\", u"\\??\\"},
             {u"\\??\\Global\\", u"\\??\\"},         {u"\\\\.\\", u"\\??\\"},        {u"\\\\?\\", u"\\??\\"}};

/* Canonical form, malloc'ed. */
static WCHAR *canonical(const UNICODE_STRING *path, size_t *chars)
{
	size_t n = path->Length / 2u, skip = 0;
	const WCHAR *lead = u"";
	while (n && !path->Buffer[n - 1])
		n--;
	for (unsigned i = 0; i < ARRAY_LEN(roots); i++) {
		size_t r = nt_wcslen(roots[i].from);
		if (n >= r && !nt_ucs_compare(path->Buffer, r, roots[i].from, r, true)) {
			lead = roots[i].to;
			skip = r;
			break;
		}
	}
	size_t l = nt_wcslen(lead);
	WCHAR *out = malloc((l + n - skip) * 2 + 2);
	if (!out)
		return NULL;
	memcpy(out, lead, l * 2);
	memcpy(out + l, path->Buffer + skip, (n - skip) * 2);
	*chars = l + n - skip;
	return out;
}

static struct name *name_find(const WCHAR *path, size_t chars)
{
	list_each(l, &ob.names)
	{
		struct name *n = base_container_of(l, struct name, link);
		if (!nt_ucs_compare(n->path, n->chars, path, chars, true))
			return n;
	}
	return NULL;
}

NTSTATUS nt_ob_name_set(const UNICODE_STRING *path, void *body)
{
	size_t chars;
	NTSTATUS st = STATUS_SUCCESS;
	WCHAR *w = canonical(path, &chars);
	struct name *n = w ? malloc(sizeof *n + chars * 2) : NULL;
	if (!n) {
		free(w);
		return STATUS_INSUFFICIENT_RESOURCES;
	}
	memcpy(n->path, w, chars * 2);
	n->chars = chars;
	n->body = body;
	free(w);
	pthread_mutex_lock(&ob.lock);
	if (!chars || n->path[0] != '\\')
		st = STATUS_OBJECT_PATH_SYNTAX_BAD;
	else if (name_find(n->path, chars))
		st = STATUS_OBJECT_NAME_COLLISION;
	else {
		list_add(&ob.names, &n->link);
		header_of(body)->name = n;
	}
	pthread_mutex_unlock(&ob.lock);
	if (st)
		free(n);
	return st;
}

void nt_ob_name_clear(void *body)
{
	struct header *h = header_of(body);
	pthread_mutex_lock(&ob.lock);
	struct name *n = h ? h->name : NULL;
	if (n) {
		h->name = NULL;
		list_del(&n->link);
	}
	pthread_mutex_unlock(&ob.lock);
	free(n);
}

size_t nt_ob_name_of(const void *body, char *out, size_t max)
{
	struct header *h = header_of(body);
	size_t n = 0;
	if (max)
		out[0] = 0;
	pthread_mutex_lock(&ob.lock);
	if (h && h->name)
		n = nt_utf8_of(h->name->path, h->name->chars, out, max);
	pthread_mutex_unlock(&ob.lock);
	return n;
}

struct symlink {
	size_t chars;
	WCHAR target[260];
};
struct _OBJECT_TYPE nt_ob_symlink = {.name = "SymbolicLink"};

/* The longest prefix (whole components) of `path` that has a name; `used` its length. Lock held. */
static struct name *prefix_find(const WCHAR *path, size_t chars, size_t *used)
{
	for (size_t end = chars; end > 1; end--) {
		if (end < chars && path[end] != '\\')
			continue;
		struct name *n = name_find(path, end);
		if (n) {
			*used = end;
			return n;
		}
	}
	return NULL;
}

/* Referenced object at `path`; `rest` (may be NULL) receives where the remainder starts in *full, which the caller frees. */
static void *lookup(const UNICODE_STRING *path, WCHAR **full, size_t *full_chars, size_t *rest)
{
	size_t chars, used = 0;
	WCHAR *w = canonical(path, &chars);
	void *body = NULL;
	*full = NULL;
	pthread_mutex_lock(&ob.lock);
	for (int depth = 0; w && depth < MAX_LINK; depth++) {
		struct name *n = prefix_find(w, chars, &used);
		if (!n)
			break;
		if (header_of(n->body)->type != &nt_ob_symlink) {
			body = n->body;
			header_of(body)->refs++;
			break;
		}
		struct symlink *s = n->body;
		size_t total = s->chars + chars - used;
		WCHAR *next = malloc(total * 2 + 2);
		if (next) {
			memcpy(next, s->target, s->chars * 2);
			memcpy(next + s->chars, w + used, (chars - used) * 2);
		}
		free(w);
		w = next;
		chars = total;
	}
	pthread_mutex_unlock(&ob.lock);
	*full = w;
	*full_chars = chars;
	*rest = used;
	return body;
}

void *nt_ob_name_find(const UNICODE_STRING *path, struct _OBJECT_TYPE *type)
{
	WCHAR *full;
	size_t chars, rest;
	void *body = lookup(path, &full, &chars, &rest);
	if (body && ((type && nt_ob_type(body) != type) || (rest != chars && type != &nt_ob_device))) {
		ObfDereferenceObject(body);
		body = NULL;
	}
	free(full);
	return body;
}

/* ---- symbolic links. Pages: wdm IoCreateSymbolicLink, ZwOpenSymbolicLinkObject. They are permanent: IoDeleteSymbolicLink drops the last
 * reference. */
NTSTATUS NTAPI IoCreateSymbolicLink(PUNICODE_STRING SymbolicLinkName, PUNICODE_STRING DeviceName)
{
	size_t chars;
	WCHAR *to = canonical(DeviceName, &chars);
	struct symlink *s = to ? nt_ob_create(&nt_ob_symlink, sizeof *s) : NULL;
	NTSTATUS st = STATUS_INSUFFICIENT_RESOURCES;
	if (s && chars < ARRAY_LEN(s->target)) {
		memcpy(s->target, to, chars * 2);
		s->chars = chars;
		st = nt_ob_name_set(SymbolicLinkName, s);
	}
	if (s && st)
		ObfDereferenceObject(s);
	free(to);
	return st;
}
NTSTATUS NTAPI IoCreateUnprotectedSymbolicLink(PUNICODE_STRING SymbolicLinkName, PUNICODE_STRING DeviceName)
{
	return IoCreateSymbolicLink(SymbolicLinkName, DeviceName);
}

static struct symlink *symlink_find(const UNICODE_STRING *path)
{
	size_t chars;
	WCHAR *w = canonical(path, &chars);
	struct symlink *s = NULL;
	pthread_mutex_lock(&ob.lock);
	struct name *n = w ? name_find(w, chars) : NULL;
	if (n && header_of(n->body)->type == &nt_ob_symlink)
		s = n->body;
	pthread_mutex_unlock(&ob.lock);
	free(w);
	return s;
}

NTSTATUS NTAPI IoDeleteSymbolicLink(PUNICODE_STRING SymbolicLinkName)
{
	struct symlink *s = symlink_find(SymbolicLinkName);
	if (!s)
		return STATUS_OBJECT_NAME_NOT_FOUND;
	nt_ob_name_clear(s);
	ObfDereferenceObject(s);
	return STATUS_SUCCESS;
}

NTSTATUS NTAPI ZwOpenSymbolicLinkObject(PHANDLE LinkHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes)
{
	struct symlink *s = symlink_find(ObjectAttributes->ObjectName);
	return s ? nt_handle_create(s, DesiredAccess, LinkHandle) : STATUS_OBJECT_NAME_NOT_FOUND;
}

NTSTATUS NTAPI ZwQuerySymbolicLinkObject(HANDLE LinkHandle, PUNICODE_STRING LinkTarget, PULONG ReturnedLength)
{
	struct symlink *s = nt_handle_body(LinkHandle, &nt_ob_symlink);
	if (!s)
		return STATUS_INVALID_HANDLE;
	if (ReturnedLength)
		*ReturnedLength = (ULONG)s->chars * 2;
	if (s->chars * 2 > LinkTarget->MaximumLength)
		return STATUS_BUFFER_TOO_SMALL;
	memcpy(LinkTarget->Buffer, s->target, s->chars * 2);
	LinkTarget->Length = (USHORT)(s->chars * 2);
	return STATUS_SUCCESS;
}

/* ---- directories: only so that ZwCreateDirectoryObject's callers can put names below them; the name space is flat */
NTSTATUS NTAPI ZwCreateDirectoryObject(PHANDLE DirectoryHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes)
{
	void *d = nt_ob_create(&nt_ob_directory, 16);
	NTSTATUS st = !d                             ? STATUS_INSUFFICIENT_RESOURCES
	              : ObjectAttributes->ObjectName ? nt_ob_name_set(ObjectAttributes->ObjectName, d)
	                                             : STATUS_SUCCESS;
	if (!st)
		st = nt_handle_create(d, DesiredAccess, DirectoryHandle);
	if (d)
		ObfDereferenceObject(d);
	return st;
}

NTSTATUS NTAPI ZwMakeTemporaryObject(HANDLE Handle)
{
	return nt_handle_body(Handle, NULL) ? STATUS_SUCCESS : STATUS_INVALID_HANDLE; /* ours are already */
}

/* What is still open belongs to nobody who could close it. */
void nt_ob_exit(void)
{
	free(ob.slots);
	ob.slots = NULL;
	ob.max = ob.used = ob.hint = 0;
	list_each(l, &ob.names)
	{
		list_del(l);
		free(base_container_of(l, struct name, link));
	}
}
