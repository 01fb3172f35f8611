/*
 * nt: the executive's face towards the rest of Flue (ndis, tcpip, machine). Drivers never see this; they see the exports (nt_exports,
 * declared in the DDI). Split by owner: "core" (sched, irql, dpc, timers, threads, interrupts, crash) and "exec" (memory, strings,
 * registry, I/O, PnP).
 *
 * Order: nt_init() -> nt_thread_adopt() on every host thread that may run driver code or call the DDI -> nt_driver_load() -> ... ->
 * nt_exit().
 */
#pragma once
#include "base/base.h"
#include "bus/abi.h"
#include "image/image.h"
#include <wdm.h> /* include/ddi, host side */

struct nt_crash;
struct nt_thread;
struct nt_interrupt;
struct nt_config {
	void *ram;     /* mapped at NT_RAM_BASE; header already validated. Tests: nt_test_config() makes one */
	unsigned cpus; /* simulated processors, 1..64 */
	bool serial;   /* scheduler mode */
	uint64_t seed;
	bool verify, strict;
	uint32_t ndis_version;                                /* 0x00060054 */
	void (*on_log)(const char *source, const char *text); /* DbgPrint, WPP, error log. NULL: trace only */
	int (*on_registry_write)(const char *path, const char *name, uint32_t type, const void *data,
	                         size_t bytes);                                /* UTF-8 names; data as Windows has it
	                          (REG_SZ: UTF-16). bytes == SIZE_MAX: value deleted. Negative errno: it could
	                          not be made durable. Called before the writer is answered */
	void (*fatal)(const struct nt_crash *crash) __attribute__((noreturn)); /* NULL: print and abort */
};
struct nt_crash {
	char klass[48]; /* "access violation", "bugcheck 0x000000D1", "fast fail 2 (stack cookie)", "unimplemented import", "hang",
	                   "syscall", "IRQL" */
	char line[320]; /* the one-line error for the user */
	struct image_fault fault; /* registers, stack; kind HOST when ours */
	uint32_t bugcheck;
	uint64_t parameters[4];
	uint8_t irql, cpu;
	char callback[64]; /* "MiniportInterruptDPC", "" if none */
	char thread[32];
	char last_calls[48][96]; /* newest last: "NdisMSetMiniportAttributes(0x..., ...) from toe.sys+0x1234" */
	char log_tail[24][160];
};
int nt_init(const struct nt_config *config, struct err *e);
void nt_exit(void); /* joins all threads; prints nothing */
/* For tests: a config with a private RAM (memfd, 256 MiB), 4 cpus, free mode, abort on fatal. Also registers all export tables known so
 * far. */
struct nt_config nt_test_config(void);

/* ---- exports: each module adds its table; image_host.resolve searches them (case-insensitive dll; ntoskrnl.exe/HAL.dll are one namespace)
 */
extern const struct image_export nt_exports[];
void nt_exports_add(const struct image_export *table);
const struct image_export *nt_export_find(const char *dll, const char *name);

/* ---- core: threads and processors */
/* Makes the calling host thread a thread of the executive (KPCR at gs, side stack, IRQL PASSIVE_LEVEL). Name is for reports. */
void nt_thread_adopt(const char *name);
void nt_thread_release(void);
/* Starts a host thread, already adopted. Owner joins with nt_thread_join. */
struct nt_thread *nt_thread_start(const char *name, void (*fn)(void *), void *arg);
void nt_thread_join(struct nt_thread *t);
void nt_thread_detach(struct nt_thread *t); /* nobody will join it; it is cleaned up after its end */
unsigned nt_cpu_count(void);
unsigned nt_cpu_current(void); /* the processor number this thread counts as being on */
KIRQL nt_irql(void);
/* Marks "we are inside MiniportXxx" for crash reports, hang detection (limit_ms 0 = none; exceeding it is nt_crash "hang") and
 * IRQL-on-return checks. Nests. nt_callback_end() reports a changed IRQL as a finding and mends it. */
void nt_callback_begin(const char *name, unsigned limit_ms);
void nt_callback_end(void);
/* Scheduler services for code of ours that waits: all built on KEVENT & co. (KeWaitForSingleObject); serial mode switches there. */
uint64_t nt_time_100ns(void); /* interrupt time: virtual in serial mode */
uint64_t nt_system_time_100ns(void);
void nt_sched_point(void); /* serial mode may switch here; free mode: nothing */
/* Runs `fn` when `vector` of NIC `nic` fires, at DIRQL on a thread of its own with ISR semantics, until removed. fd = eventfd. */
int nt_interrupt_connect(unsigned nic, unsigned vector, int fd, BOOLEAN (*isr)(void *ctx), void *ctx, KIRQL dirql,
                         struct nt_interrupt **out);
/* Where the vector's ISR and the DPCs it asks for run; 0: anywhere. */
void nt_interrupt_affinity(struct nt_interrupt *i, KAFFINITY mask);
void nt_interrupt_disconnect(struct nt_interrupt *i);
void nt_interrupt_lock(struct nt_interrupt *i, KIRQL *old); /* raise to DIRQL and exclude the ISR: NdisMSynchronizeWithInterruptEx */
void nt_interrupt_unlock(struct nt_interrupt *i, KIRQL old);
/* Queues a DPC of ours or the driver's to a processor (KeInsertQueueDpc does the same for the DDI). */

/* Run at the start of every executive thread and in nt_thread_adopt: what the process must do per thread (system call filter). NULL =
 * nothing. */
extern void (*nt_thread_hook)(void);
/* Serial mode: brackets a host call that may block for long (poll, recv) on an adopted thread, so that others may run meanwhile. Free mode:
 * nothing. */
void nt_outside_begin(void);
void nt_outside_end(void);
/* This thread serves for ever: waiting, it does not entitle serial mode to let its virtual clock jump ahead of real time. */
void nt_thread_background(void);
uint64_t nt_sched_hash(void); /* serial mode: of every decision so far; equal seeds and equal calls give equal hashes */
struct trace_head;
void nt_trace_stamp(struct trace_head *h); /* trace_sink->stamp: processor, IRQL, thread, time. nt_init sets it */
/* Our own code runs between nt_callback_begin and _end for other reasons than the driver's: name of the innermost callback, "" if none. */
const char *nt_callback_name(void);

/* ---- core: the end */
void nt_bugcheck(uint32_t code, uint64_t p1, uint64_t p2, uint64_t p3, uint64_t p4) __attribute__((noreturn));
/* A defect of the driver that ends it: class as in nt_crash, one line. */
void nt_crash_driver(const char *klass, const char *fmt, ...) __attribute__((noreturn, format(printf, 2, 3)));
/* A defect that does not end it: trace TRACE_FINDING with rule id or class, counted. */
void nt_finding(const char *rule, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
unsigned nt_finding_count(void);
const char *nt_finding_last(void); /* text of the newest one, for tests */

/* ---- exec: memory */
uint64_t nt_phys(const void *va);   /* physical address of an address in RAM; 0 if not in RAM */
void *nt_virt(uint64_t phys);       /* inverse; NULL */
void *nt_pages_alloc(size_t bytes); /* page aligned RAM, zeroed; NULL when full */
void nt_pages_free(void *p, size_t bytes);
void *nt_pages_alloc_low(size_t bytes); /* NULL: RAM has no physical page below 4 GiB; callers bounce */
struct nt_pool_stats {
	uint64_t bytes, allocations, peak;
};
void nt_pool_stats(struct nt_pool_stats *s);
/* Reports every pool block still held by `image` (matched by caller address) as a finding; returns their number. */
unsigned nt_pool_leaks(const struct image *image);
/* Device memory: a mapping of BAR space of a NIC. Returns an address that traps (or shadows); MmMapIoSpace and NdisMMapIoSpace use it. */
void *nt_io_map(uint64_t phys, size_t bytes);
void nt_io_unmap(void *va, size_t bytes);

/* ---- exec: registry (in memory; the lab holds the durable copy) */
/* Paths are UTF-8, full (\Registry\Machine\...). type REG_SZ data is UTF-16 without need of a terminator. */
int nt_reg_set(const char *path, const char *name, uint32_t type, const void *data, size_t bytes);
/* As nt_reg_set, from the lab's side: on_registry_write is not told (it has the value already). */
int nt_reg_load(const char *path, const char *name, uint32_t type, const void *data, size_t bytes);
int nt_reg_set_sz(const char *path, const char *name, const char *utf8);
int nt_reg_set_dword(const char *path, const char *name, uint32_t value);
/* Returns bytes of the value (may exceed max; then nothing is copied), -ENOENT. */
long nt_reg_get(const char *path, const char *name, uint32_t *type, void *data, size_t max);
int nt_reg_delete(const char *path, const char *name);
void nt_reg_each(const char *path, void (*fn)(void *ctx, const char *name, uint32_t type, const void *data, size_t bytes), void *ctx);
bool nt_reg_key_exists(const char *path);

/* ---- exec: drivers, devices, PnP */
/* Loads the image, makes the DRIVER_OBJECT (service key \Registry\Machine\System\CurrentControlSet\Services\<service>) and calls
 * DriverEntry. `status` receives DriverEntry's NTSTATUS; 0 is returned when the image loaded and DriverEntry succeeded. */
int nt_driver_load(const void *file, size_t bytes, const char *name, const char *service, DRIVER_OBJECT **out, NTSTATUS *status,
                   struct err *e);
int nt_driver_unload(DRIVER_OBJECT *d); /* calls DriverUnload, checks leaks, unmaps */
struct image *nt_driver_image(const DRIVER_OBJECT *d);
/* A driver object for code of ours (tcpip) without an image. */
DRIVER_OBJECT *nt_driver_builtin(const char *service);

struct nt_pnp_id {
	unsigned nic;       /* bus[nic] in RAM, or NT_NO_NIC for a root-enumerated device (wintun) */
	char device_id[80]; /* "PCI\\VEN_F1E0&DEV_7031&SUBSYS_...", "ROOT\\WINTUN" */
	char instance_id[40];
	char driver_key[200]; /* \Registry\Machine\System\CurrentControlSet\Control\Class\{4D36E972-...}\0000: the adapter's software key */
	char description[128];
};
#define NT_NO_NIC 0xffffffffu
struct nt_devnode;
int nt_pnp_create(const struct nt_pnp_id *id, struct nt_devnode **out,
                  struct err *e); /* makes the PDO (handles QUERY_ID, interfaces, config space, caps) */
int nt_pnp_add_device(struct nt_devnode *n, DRIVER_OBJECT *driver, struct err *e); /* AddDevice */
/* IRP_MN_FILTER_RESOURCE_REQUIREMENTS, then START_DEVICE with real CM_RESOURCE_LISTs: BARs; MSI-X messages or a line interrupt, as
 * filtered. */
int nt_pnp_start(struct nt_devnode *n, NTSTATUS *status, struct err *e);
int nt_pnp_stop_remove(struct nt_devnode *n, bool surprise); /* QUERY_REMOVE/REMOVE or SURPRISE_REMOVAL/REMOVE */
NTSTATUS nt_pnp_irp(struct nt_devnode *n, UCHAR minor);      /* any other PnP IRP */
NTSTATUS nt_power_irp(struct nt_devnode *n, UCHAR minor, DEVICE_POWER_STATE state);
DEVICE_OBJECT *nt_devnode_pdo(struct nt_devnode *n);
const struct nt_pnp_id *nt_devnode_id(const struct nt_devnode *n);
struct nt_devnode *nt_devnode_of_pdo(DEVICE_OBJECT *pdo);
/* Sends an IRP_MJ_* to a device by its name (\Device\X or \DosDevices\X): how Linux reaches NdisRegisterDeviceEx devices. Synchronous. */
NTSTATUS nt_io_send(const char *device, UCHAR major, uint32_t ioctl, const void *in, size_t in_bytes, void *out, size_t out_bytes,
                    size_t *returned);

/* ---- exec: text. Our own printf core with I64, w, S, Z, wZ, C, 16-bit strings; used by DbgPrint, _vsnprintf, RtlStringCb*. */
int nt_vsnprintf(char *out, size_t n, const char *fmt, __builtin_ms_va_list ap);
size_t nt_utf8_of(const WCHAR *s, size_t chars, char *out, size_t max); /* always terminates; returns bytes written without terminator */
size_t nt_utf16_of(const char *s, WCHAR *out, size_t max_chars);
