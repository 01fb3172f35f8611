/*
 * nt, the "exec" half: memory, objects, strings, registry, I/O, PnP. Internal to src/nt (core includes it for objects and handles); what
 * the rest of Flue uses is in nt.h, what drivers use is exported (exports_exec.def).
 *
 * Locks. Every table of ours is under a host mutex of its own that is never held over a call into the driver, over a scheduling point or
 * over a read of memory that the driver named: arguments are copied first. So serial mode cannot stop inside one, and a bad pointer cannot
 * leave one locked.
 */
#pragma once
#include "nt/nt.h"
#include <ntddk.h>
#include <pthread.h>

int nt_exec_init(const struct nt_config *config, struct err *e); /* nt_init calls it first: memory, registry, types */
void nt_exec_exit(void);                                         /* nt_exit calls it last */
extern struct nt_config nt_cfg;                                  /* as given to nt_init; set by nt_exec_init */

/* ---- objects (ob.c): a header in front of every body; body storage is pool */
struct _OBJECT_TYPE {
	const char *name;            /* "Event" */
	void (*destroy)(void *body); /* last reference gone; may be NULL */
	void (*close)(void *body);   /* last handle gone; may be NULL */
	GENERIC_MAPPING mapping;
};
extern struct _OBJECT_TYPE nt_ob_thread, nt_ob_event, nt_ob_semaphore, nt_ob_timer, nt_ob_process, nt_ob_key, nt_ob_file, nt_ob_device,
        nt_ob_driver, nt_ob_section, nt_ob_directory, nt_ob_symlink, nt_ob_callback, nt_ob_mutant, nt_ob_token;
/* One reference, no handle, body zeroed, 16-byte aligned. NULL when RAM is full. */
void *nt_ob_create(struct _OBJECT_TYPE *type, size_t body_bytes);
struct _OBJECT_TYPE *nt_ob_type(const void *body); /* NULL when `body` is no object of ours */
long nt_ob_refs(const void *body);
/* A handle takes a reference of its own. */
NTSTATUS nt_handle_create(void *body, ACCESS_MASK access, HANDLE *out);
void *nt_handle_body(HANDLE h, struct _OBJECT_TYPE *type); /* NULL type: any. Not referenced: for code that owns the handle */
unsigned nt_handle_count(void);
/* Named objects: one flat, case-insensitive name space of full paths ("\Device\X"). Symbolic links are followed by lookup. */
NTSTATUS nt_ob_name_set(const UNICODE_STRING *path, void *body);
void nt_ob_name_clear(void *body);
void *nt_ob_name_find(const UNICODE_STRING *path, struct _OBJECT_TYPE *type); /* referenced; NULL */
size_t nt_ob_name_of(const void *body, char *out, size_t max);                /* UTF-8, "" if none */

void nt_ob_exit(void);

/* ---- memory */
/* Pool for our own use: no caller is recorded, so it never shows as a driver's leak. Any IRQL. Zeroed. */
void *nt_pool_alloc(size_t bytes, ULONG tag);
void nt_pool_free(void *p);
void nt_pool_free_for(void *p, ULONG tag, const void *caller); /* tag 0: any. Every defect is reported with `caller` */
const char *nt_tag_text(uint32_t tag, char out[8]);
/* Pool on a driver's behalf (what the exports do): `caller` is the address blamed; see nt_caller(). */
void *nt_pool_alloc_for(const void *caller, POOL_TYPE type, size_t bytes, ULONG tag, bool zero);
size_t nt_pool_size(const void *p); /* bytes asked for; 0 = not a live block */
/* Fault injection: after `skip` successful driver allocations (of `tag`, 0 = any), `fail` of them return NULL. */
void nt_pool_fail(uint64_t skip, uint64_t fail, ULONG tag);
/* The driver's address from which the current export was entered, at any depth of our own calls; NULL when no driver is below us. */
const void *nt_caller(void);
const char *nt_where_text(const void *address, char *out, size_t max); /* "toe.sys+0x1234 (ToeSend)" */
bool nt_readable(const void *p, size_t bytes);                         /* every page of it can be read: no fault, no signal */
/* Virtual windows: `pages` frames (offset >> 12 in RAM) seen as one range. Used by MDL mappings, --verify's special pool. */
void *nt_window_map(const uint32_t *frames, size_t pages);
bool nt_window_exec(void *va, size_t pages); /* read and execute only */
void nt_window_unmap(void *va, size_t pages);
int nt_ram_fd(void);
void nt_ram_set_fd(int fd); /* tests: the memfd that backs config.ram; the machine's is MACHINE_FD_RAM */
size_t nt_pages_used(void); /* pages handed out, for stats and leak tests */
int nt_ram_init(void *ram);
void nt_ram_exit(void);
int nt_pool_init(void);
void nt_pool_exit(void);
int nt_window_init(size_t pages);
void nt_window_exit(void);
uint64_t nt_window_phys(const void *va); /* 0: not in a window */
bool nt_window_valid(const void *va);
#define NT_POOL_CONTIGUOUS 0x40000000 /* pool type bit: whole pages with consecutive frames, even under --verify */
/* What image_host.mmio needs: the address lies in a mapping of nt_io_map. 0, or -ENOENT. */
int nt_io_access(uint64_t address, int write, unsigned size, uint64_t *value);
int nt_io_port(uint16_t port, int write, unsigned size, uint32_t *value); /* image_host.port */
uint64_t nt_io_phys(const void *va);                                      /* physical address behind a mapping of device memory; 0 */
void nt_io_map_exit(void);
/* What a driver may call through a pointer of ours (MmGetSystemRoutineAddress, lookaside hooks, DMA_OPERATIONS, bus interfaces): a stub
 * that goes through image's thunk, so that IRQL checks, the last-calls ring and the unwinder see the call. `x` must live for ever. One stub
 * per x. NULL when RAM is full. */
void *nt_gate(const struct image_export *x);
void *nt_gate_name(const char *name); /* by export name; NULL when nobody exports it */
void nt_gate_exit(void);

/* ---- version.c: which Windows had this NDIS */
struct nt_windows {
	uint32_t ndis;
	uint32_t major, minor, build;
	const char *name;
};
const struct nt_windows *nt_windows_version(void); /* for nt_cfg.ndis_version */

/* ---- registry.c */
int nt_reg_init(void);
void nt_reg_exit(void);
/* As nt_reg_set but without config->on_registry_write: the lab's durable copy comes in. */
int nt_reg_load(const char *path, const char *name, uint32_t type, const void *data, size_t bytes);
NTSTATUS nt_reg_open_handle(const char *path, bool create, ACCESS_MASK access, HANDLE *out);

/* ---- io */
/* Builds an IRP of ours for the top of `device`'s stack, sends it and waits. `stack` is copied into the first location. */
NTSTATUS nt_irp_call(DEVICE_OBJECT *device, const IO_STACK_LOCATION *stack, NTSTATUS initial, ULONG_PTR *information);
const char *nt_irp_name(UCHAR major);
NTSTATUS nt_file_open(const UNICODE_STRING *path, FILE_OBJECT **out); /* sends IRP_MJ_CREATE; dereferencing the file closes it */
void nt_io_shutdown(void);                                            /* IRP_MJ_SHUTDOWN to everybody who registered for it */
DRIVER_OBJECT *nt_driver_new(const char *name, const char *service);  /* name: "\Driver\toe" without the prefix */
void nt_driver_delete(DRIVER_OBJECT *d);
void nt_driver_exit(void);
void nt_io_exit(void);
void nt_io_timer_delete(DEVICE_OBJECT *device);
void nt_pnp_exit(void);
int nt_ps_init(void); /* the System process */
void nt_ps_exit(void);

/* ---- debug.c */
void nt_log(const char *source, const char *text); /* one or more lines: trace TRACE_LOG and config->on_log */
void nt_logf(const char *source, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* ---- ntifs.h functions that nt itself uses */
PDEVICE_OBJECT NTAPI IoGetAttachedDevice(PDEVICE_OBJECT DeviceObject);
NTSTATUS NTAPI RtlDuplicateUnicodeString(ULONG Flags, PCUNICODE_STRING S, PUNICODE_STRING D);

/* ---- strings */
WCHAR nt_upcase(WCHAR c);
WCHAR nt_downcase(WCHAR c);
int nt_ucs_compare(const WCHAR *a, size_t an, const WCHAR *b, size_t bn, bool fold); /* lengths in characters */
size_t nt_wcslen(const WCHAR *s);
int nt_vsnwprintf(WCHAR *out, size_t n, const WCHAR *fmt, __builtin_ms_va_list ap);
/* A UNICODE_STRING over `s` converted into `buffer`; for calls of ours into the DDI. */
UNICODE_STRING nt_ustr(const char *s, WCHAR *buffer, size_t max_chars);
size_t nt_utf8_of_ustr(const UNICODE_STRING *u, char *out, size_t max);
