/*
 * ndis, inside: what its files share. Drivers see include/ddi/ndis.h, the machine sees ndis_host.h; nobody outside src/ndis includes this.
 *
 * Objects. A handle that a driver holds is the object's address; every object starts with a magic word, and ndis_*_of() checks it and
 * reports a wrong handle by name. Lifetime: ndis_driver from NdisMRegisterMiniportDriver to NdisMDeregisterMiniportDriver; ndis_adapter
 * from NDIS's AddDevice to REMOVE_DEVICE; ndis_binding from NdisOpenAdapterEx to the end of NdisCloseAdapterEx.
 *
 * Locks, outermost first: ndis.lock (lists of drivers, protocols, adapters) -> adapter->lock (state, OID queue, bindings list) ->
 * adapter->store_lock (the four stored structures and what is published). All are KSPIN_LOCKs, so that the serial scheduler explores the
 * races; none is held over a call into a driver.
 *
 * Calls into a driver go through NDIS_CALLBACK / NDIS_CALLBACK_VOID: trace record, crash marker, time limit, IRQL check on return.
 */
#pragma once
#include "ndis/ndis_host.h"
#include "trace/trace.h"
#include <ndischimney.h>

extern struct nt_config nt_cfg; /* src/nt: as given to nt_init */

/* ---- versions: 0x0006001e is 6.30. Order is numeric. */
#define NDIS_V(minor) (0x00060000u | (uint32_t)(minor))
#define NDIS_V60      NDIS_V(0)
#define NDIS_V61      NDIS_V(1)
#define NDIS_V620     NDIS_V(20)
#define NDIS_V630     NDIS_V(30)
#define NDIS_V650     NDIS_V(50)
#define NDIS_V670     NDIS_V(70)
#define NDIS_V680     NDIS_V(80)
#define NDIS_V683     NDIS_V(83)
#define NDIS_V684     NDIS_V(84)
#define NDIS_V685     NDIS_V(85)
#define NDIS_V689     NDIS_V(89)
#define NDIS_NEWEST   NDIS_V689

enum ndis_magic {
	NDIS_MAGIC_DRIVER = 0x7644444e,   /* NDDv */
	NDIS_MAGIC_ADAPTER = 0x6441444e,  /* NDAd */
	NDIS_MAGIC_PROTOCOL = 0x7250444e, /* NDPr */
	NDIS_MAGIC_BINDING = 0x6942444e,  /* NDBi */
	NDIS_MAGIC_CONFIG = 0x6643444e,   /* NDCf */
	NDIS_MAGIC_BIND_OP = 0x6f42444e,  /* NDBo */
	NDIS_MAGIC_DEAD = 0x6464444e,     /* freed */
};

/* ---- what drivers allocate through NDIS, counted per owner: leaks after a failed initialize (RP-009), after halt and at unload are
 * findings */
enum ndis_object {
	NDIS_OBJ_CONFIG,
	NDIS_OBJ_NBL_POOL,
	NDIS_OBJ_NB_POOL,
	NDIS_OBJ_TIMER,
	NDIS_OBJ_WORKITEM,
	NDIS_OBJ_INTERRUPT,
	NDIS_OBJ_DMA,
	NDIS_OBJ_SHARED_MEMORY,
	NDIS_OBJ_IO_MAP,
	NDIS_OBJ_PORT_RANGE,
	NDIS_OBJ_MEMORY,
	NDIS_OBJ_RWLOCK,
	NDIS_OBJ_DEVICE,
	NDIS_OBJ_MDL,
	NDIS_OBJ_POLL,
	NDIS_OBJ_KINDS
};
struct ndis_owner {
	_Atomic int32_t live[NDIS_OBJ_KINDS];
};
/* The owner behind any NDIS handle (driver, adapter, protocol, binding); NULL handle or an unknown one: a global owner. Never NULL. <=
 * DISPATCH. */
struct ndis_owner *ndis_owner_of(NDIS_HANDLE any);
static inline void ndis_owner_count(struct ndis_owner *o, enum ndis_object kind, int n)
{
	atomic_fetch_add(&o->live[kind], n);
}
const char *ndis_object_name(enum ndis_object kind); /* "timer object" */
/* Reports every object still live as a finding under `rule`; `when` ends the sentence: "after MiniportHaltEx". Returns their number, resets
 * the counts. */
unsigned ndis_owner_leaks(struct ndis_owner *o, uint8_t nic, const char *rule, const char *whose, const char *when);

/* ---- a registered miniport driver */
struct ndis_driver {
	uint32_t magic;
	struct list link;
	struct list adapters; /* ndis_adapter.link */
	DRIVER_OBJECT *object;
	NDIS_HANDLE context; /* MiniportDriverContext */
	uint32_t version;    /* registered NDIS version */
	uint8_t driver_major, driver_minor;
	char name[64];                              /* "toe.sys" */
	char service[128];                          /* registry path of the service key */
	NDIS_MINIPORT_DRIVER_CHARACTERISTICS chars; /* full size, what the driver's revision lacks is zero */
	uint16_t chars_size;
	uint8_t chars_revision;
	bool has_pnp, has_chimney_generic, has_chimney_tcp, registered, in_set_options;
	NDIS_MINIPORT_PNP_CHARACTERISTICS pnp;
	NDIS_PROVIDER_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS chimney_generic;
	NDIS_PROVIDER_CHIMNEY_OFFLOAD_TCP_CHARACTERISTICS chimney_tcp;
	uint8_t chimney_generic_revision, chimney_tcp_revision;
	PDRIVER_ADD_DEVICE driver_add_device;
	struct ndis_owner owner;
	void *io; /* ndis-io's own */
};

/* ---- one of the four stored structures, or an encapsulation or parameters block: raw as the driver gave it, and what readers get */
#define NDIS_STORED_MAX 256
struct ndis_stored {
	uint32_t raw_bytes; /* 0 = never reported */
	uint32_t bytes;     /* of `data`, the normalised form: size of its revision */
	uint8_t raw[NDIS_STORED_MAX];
	uint8_t data[NDIS_STORED_MAX];
};
enum ndis_store { NDIS_TASK_CUR, NDIS_TASK_HW, NDIS_CONN_CUR, NDIS_CONN_HW, NDIS_STORES };

/* ---- an OID request in NDIS's hands */
enum ndis_oid_path { NDIS_OID_ORDINARY, NDIS_OID_DIRECT, NDIS_OID_SYNCHRONOUS };
struct ndis_oid {
	struct list link;          /* adapter->oid_queue or oid_direct */
	NDIS_OID_REQUEST *request; /* the requester's; NULL never */
	struct ndis_adapter *adapter;
	struct ndis_binding *binding;                         /* NULL: NDIS itself or the administrator */
	void (*done)(struct ndis_oid *o, NDIS_STATUS status); /* exactly once; IRQL <= DISPATCH_LEVEL; `o` may be freed in it */
	void *ctx;
	_Atomic uint32_t phase; /* hand-shake between the submitter and done: oid.c */
	_Atomic uint32_t references;
	NDIS_STATUS status;
	uint64_t handed_100ns; /* when the driver got it */
	uint32_t call_id;
	enum ndis_oid_path path;
	unsigned ticks; /* check-for-hang ticks it has been with the driver */
	bool with_driver, cancelled, as_protocol, slow_said;
	bool pended;      /* MiniportOidRequest returned NDIS_STATUS_PENDING and the answer is still out */
	void *own_buffer; /* the requester's InformationBuffer while NDIS's `replaced` stands in for it (combined packet filter) */
	ULONG replaced;
	struct ndis_stored *set; /* a copy of the structure that an offload set carries (params.c), stored when the set succeeds; NULL for
	                            every other request */
	KEVENT event;
};

#define NDIS_MULTICAST_MAX 128
struct ndis_gate {            /* why something that is enabled is not operational */
	bool rsc4, rsc6, uro; /* switched off by NDIS for the time being: still enabled, as far as administrator and keywords are concerned
	                         (RP-116) */
	char reason[160];
};

/* ---- a miniport adapter. Handle given to the driver: its address */
struct ndis_adapter {
	uint32_t magic;
	struct list link;     /* driver->adapters */
	struct list all_link; /* ndis.adapters, in order of AddDevice */
	struct ndis_driver *driver;
	struct nt_devnode *devnode;
	DEVICE_OBJECT *pdo, *fdo, *next; /* next: what fdo is attached to */
	unsigned nic;                    /* bus number of the device, NT_NO_NIC: root-enumerated */
	uint8_t trace_nic;               /* index for trace records */
	char instance_name[128];         /* "Flue TOE Ethernet Adapter" (DriverDesc) */
	char guid[40];                   /* NetCfgInstanceId "{...}" */
	WCHAR device_name[64];           /* \Device\{...} */
	UNICODE_STRING device_name_u;
	char key[200]; /* the software key, nt_pnp_id.driver_key */
	NET_IFINDEX if_index;
	NET_LUID luid;

	KSPIN_LOCK lock;
	enum ndis_adapter_state state;
	bool added, started, hang_on, removing, surprise, resetting, in_initialize, in_add_device, shut_down, low_power;
	KIRQL lock_irql;
	struct nt_thread *init_thread;
	NDIS_STATUS init_status;

	NDIS_HANDLE context; /* MiniportAdapterContext, from registration attributes */
	NDIS_HANDLE add_device_context;
	ULONG add_device_flags;
	CM_RESOURCE_LIST *resources_raw, *resources; /* as START_DEVICE brought them; `resources` is translated. Own copies */
	size_t resources_bytes;
	PNDIS_RESOURCE_LIST allocated; /* partial list handed to MiniportInitializeEx, inside `resources` */

	/* attributes (attributes.c); has_* say which were set in this initialization */
	bool has_registration, has_general, has_offload, has_add_device, has_hardware_assist, has_native80211, has_ndk, has_packet_direct;
	ULONG attribute_flags, check_for_hang_seconds;
	NDIS_INTERFACE_TYPE interface_type;
	NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES general; /* pointers lead to own copies */
	uint8_t general_revision;
	void *general_copies[8];
	unsigned general_copies_n;
	NDIS_OID *supported;
	unsigned supported_n;
	struct {
		uint8_t type, revision;
		uint16_t size;
		void *copy;
	} kept[12]; /* attribute types stored unused, deep enough for describe */
	unsigned kept_n, attribute_calls, attribute_failures, offload_calls;

	/* the reporting (offload.c, status.c, params.c) */
	KSPIN_LOCK store_lock;
	struct ndis_stored store[NDIS_STORES];
	struct ndis_stored encapsulation;   /* last successful OID_OFFLOAD_ENCAPSULATION */
	struct ndis_stored conn_parameters; /* last successful OID_TCP_CONNECTION_OFFLOAD_PARAMETERS */
	struct ndis_stored task_parameters; /* last successful OID_TCP_OFFLOAD_PARAMETERS, for describe */
	bool offload_paused, upload_all_seen;
	_Atomic uint64_t rsc_off_since[2]; /* IPv4, IPv6: since when the current configuration has no RSC (nt_time_100ns); 0: it has */
	_Atomic bool rsc_may_begin[2];     /* a set that may turn it on is with the driver */
	_Atomic uint64_t rsc_set_ended[2]; /* when the last such set did */
	_Atomic bool rsc_said;
	uint64_t pauses, resumes, changes;
	struct ndis_gate gate;

	/* link state as last indicated */
	NDIS_LINK_STATE link_state;
	ULONG packet_filter, lookahead;
	uint8_t multicast[NDIS_MULTICAST_MAX][6]; /* as last set successfully */
	unsigned multicast_n;
	bool multicast_set;

	/* OIDs (oid.c) */
	struct list oid_queue;
	struct ndis_oid *oid_current; /* the ordinary one with the driver */
	struct list oid_direct;       /* direct ones pending in the driver */
	bool oid_running;             /* a thread is in oid_pump */
	uint64_t oid_serial;          /* of oid_current: tells a late answer from a right one */
	WORK_QUEUE_ITEM oid_work;
	KTIMER oid_watch; /* runs while a request pends and no check for hang looks after it: oid_watch.c */
	KDPC oid_watch_dpc;
	uint64_t oid_watched; /* oid_serial of the request it watches */
	bool oid_watch_told;
	_Atomic uint32_t oid_work_queued;
	_Atomic uint32_t oid_completing; /* threads inside NdisMOidRequestComplete and its direct form */
	KEVENT oid_idle;                 /* set while nothing is with the driver */
	uint64_t oid_total, oid_timeouts;
	struct {
		NDIS_OID oid;
		NDIS_REQUEST_TYPE type;
		NDIS_STATUS status;
	} oid_last;

	/* check for hang and reset (reset.c) */
	KTIMER hang_timer;
	KDPC hang_dpc;
	WORK_QUEUE_ITEM hang_work;
	_Atomic uint32_t hang_queued;
	uint64_t hang_checks, resets;
	KEVENT pause_done, restart_done, reset_done;
	NDIS_STATUS pause_status, restart_status, reset_status;
	BOOLEAN addressing_reset;
	bool pause_pending, restart_pending, reset_pending;

	/* data path (datapath.c) */
	_Atomic int64_t sends, receives; /* NBLs with the driver; NBLs of the driver with us */

	struct list bindings; /* ndis_binding.adapter_link, in the order of binding */
	unsigned bindings_n;
	_Atomic int32_t bindings_live; /* also those that are closing */
	char finding[6][240];          /* newest findings, for describe */
	unsigned findings;

	struct ndis_publish_slot *slot;
	struct ndis_owner owner;
	void *io; /* ndis-io's own */
};

/* ---- protocols */
struct ndis_protocol {
	uint32_t magic;
	struct list link;
	struct list bindings; /* ndis_binding.protocol_link */
	NDIS_HANDLE context;
	uint32_t version;
	char name[64];
	NDIS_PROTOCOL_DRIVER_CHARACTERISTICS chars;
	bool has_client_generic, has_client_tcp; /* client chimney characteristics: without them NDIS blocks chimney above this protocol */
	NDIS_CLIENT_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS client_generic;
	NDIS_CLIENT_CHIMNEY_OFFLOAD_TCP_CHARACTERISTICS client_tcp;
	_Atomic int32_t bindings_live; /* also those that are closing */
	struct ndis_owner owner;
};
enum ndis_binding_state {
	NDIS_BIND_OPENING,
	NDIS_BIND_PAUSED,
	NDIS_BIND_RESTARTING,
	NDIS_BIND_RUNNING,
	NDIS_BIND_PAUSING,
	NDIS_BIND_CLOSING,
	NDIS_BIND_CLOSED
};
struct ndis_binding {
	uint32_t magic;
	struct list adapter_link, protocol_link;
	struct ndis_adapter *adapter;
	struct ndis_protocol *protocol;
	NDIS_HANDLE context; /* ProtocolBindingContext */
	enum ndis_binding_state state;
	uint64_t order;             /* of opening, over all adapters: iteration goes on behind it even when the binding itself is gone */
	_Atomic int32_t references; /* one of the opening, one per status delivery, OID or event in flight */
	bool close_pending, encapsulation_set, event_pending;
	KEVENT event_done;
	NDIS_STATUS event_status;
	ULONG packet_filter;
	WORK_QUEUE_ITEM close_work;
};
/* One ProtocolBindAdapterEx or ProtocolUnbindAdapterEx under way: the BindContext or UnbindContext that the protocol sees. */
struct ndis_bind_op {
	uint32_t magic;
	struct ndis_adapter *adapter;
	struct ndis_protocol *protocol;
	struct ndis_binding *binding;
	KEVENT done;
	NDIS_STATUS status;
};

struct ndis_globals {
	KSPIN_LOCK lock;
	struct list drivers, protocols, adapters;
	struct ndis_owner owner;
	uint32_t version; /* the NDIS that we play */
	bool strict, up;
	unsigned next_if_index;
	KMUTEX pnp_mutex; /* serializes bind, unbind, pause, restart, halt */
	char start_failure[400];
	unsigned start_findings; /* findings there were before this start */
};
extern struct ndis_globals ndis;
/* Notes (for the adapter's trace) and keeps the sentence that ndis_start_failure() gives: "CALLBACK failed: STATUS; the newest finding of
 * this start". */
void ndis_start_failed(struct ndis_adapter *a, const char *callback, NDIS_STATUS status);

/* Handle checks: NULL and a finding "handle" naming the function when `h` is not what it should be. Any IRQL. */
struct ndis_driver *ndis_driver_of(NDIS_HANDLE h, const char *function);
struct ndis_adapter *ndis_adapter_of_handle(NDIS_HANDLE h, const char *function);
struct ndis_protocol *ndis_protocol_of(NDIS_HANDLE h, const char *function);
struct ndis_binding *ndis_binding_of(NDIS_HANDLE h, const char *function);
enum ndis_magic ndis_handle_kind(NDIS_HANDLE h); /* NDIS_MAGIC_DEAD: none of ours. No finding */
struct ndis_driver *ndis_driver_of_object(const DRIVER_OBJECT *object);

/* ---- tracing and calls into drivers */
struct ndis_call {
	uint32_t id;
	uint8_t nic;
	const char *name;
};
/* Time limits of callbacks, ms; 0 = none. Tests and the machine may change them before the driver is loaded. */
struct ndis_limits {
	unsigned initialize, halt, pause, restart, reset, oid, pnp, dispatch;
	unsigned send; /* a send that is not completed by then is a finding; it is still waited for */
};
extern struct ndis_limits ndis_limits;
void ndis_call_begin(struct ndis_call *c, uint8_t nic, const char *name, unsigned limit_ms, const uint64_t *args, unsigned n);
void ndis_call_end(const struct ndis_call *c, uint64_t value);
#define NDIS_ARG1(a)                            (uint64_t)(uintptr_t)(a)
#define NDIS_ARGS_1(a)                          NDIS_ARG1(a)
#define NDIS_ARGS_2(a, b)                       NDIS_ARG1(a), NDIS_ARG1(b)
#define NDIS_ARGS_3(a, b, c)                    NDIS_ARG1(a), NDIS_ARG1(b), NDIS_ARG1(c)
#define NDIS_ARGS_4(a, b, c, d)                 NDIS_ARG1(a), NDIS_ARG1(b), NDIS_ARG1(c), NDIS_ARG1(d)
#define NDIS_ARGS_5(a, b, c, d, e)              NDIS_ARGS_4(a, b, c, d), NDIS_ARG1(e)
#define NDIS_ARGS_N(_1, _2, _3, _4, _5, n, ...) n
#define NDIS_ARGS(...)                          NDIS_ARGS_N(__VA_ARGS__, NDIS_ARGS_5, NDIS_ARGS_4, NDIS_ARGS_3, NDIS_ARGS_2, NDIS_ARGS_1)(__VA_ARGS__)
/* status = NDIS_CALLBACK(a->trace_nic, "MiniportPause", limit_ms, fn, arg, ...); every argument is an integer or a pointer */
#define NDIS_CALLBACK(nic, name, limit, fn, ...)                                                                                           \
	({                                                                                                                                 \
		struct ndis_call call_;                                                                                                    \
		const uint64_t args_[] = {NDIS_ARGS(__VA_ARGS__)};                                                                         \
		ndis_call_begin(&call_, (nic), (name), (limit), args_, sizeof(args_) / sizeof(args_[0]));                                  \
		__auto_type ret_ = (fn)(__VA_ARGS__);                                                                                      \
		ndis_call_end(&call_, (uint64_t)ret_);                                                                                     \
		ret_;                                                                                                                      \
	})
#define NDIS_CALLBACK_VOID(nic, name, limit, fn, ...)                                                                                      \
	do {                                                                                                                               \
		struct ndis_call call_;                                                                                                    \
		const uint64_t args_[] = {NDIS_ARGS(__VA_ARGS__)};                                                                         \
		ndis_call_begin(&call_, (nic), (name), (limit), args_, sizeof(args_) / sizeof(args_[0]));                                  \
		(fn)(__VA_ARGS__);                                                                                                         \
		ndis_call_end(&call_, 0);                                                                                                  \
	} while (0)
/* A finding that belongs to an adapter (may be NULL): traced with its index, kept for describe, counted. */
void ndis_finding(struct ndis_adapter *a, const char *rule, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
void ndis_note(const struct ndis_adapter *a, const char *name, const char *fmt, ...) __attribute__((format(printf, 3, 4)));

/* ---- what the files offer each other */
/* state.c */
void ndis_set_state(struct ndis_adapter *a, enum ndis_adapter_state s);
bool ndis_state_takes_oids(enum ndis_adapter_state s); /* Paused, Restarting, Running, Pausing (RP-012) */
/* adapter.c */
NDIS_STATUS ndis_adapter_initialize(struct ndis_adapter *a);
void ndis_adapter_halt(struct ndis_adapter *a, NDIS_HALT_ACTION action);
NDIS_STATUS ndis_adapter_do_pause(struct ndis_adapter *a, ULONG reason);
NDIS_STATUS ndis_adapter_do_restart(struct ndis_adapter *a);
void ndis_adapter_down(struct ndis_adapter *a, NDIS_HALT_ACTION action); /* bindings paused, miniport paused, unbound, halted */
/* Waits for a completion that a callback promised; when it never comes the driver is ended as a hang. */
void ndis_wait_or_hang(struct ndis_adapter *a, KEVENT *event, unsigned limit_ms, const char *callback, const char *completion);
/* reset.c */
NDIS_STATUS ndis_reset_run(struct ndis_adapter *a, const char *why);
/* offload.c: an offload set goes to the driver (`set` NULL: not OID_TCP_OFFLOAD_PARAMETERS), and has been answered. */
void ndis_rsc_set_begins(struct ndis_adapter *a, const NDIS_OFFLOAD_PARAMETERS *set, uint32_t bytes);
void ndis_rsc_set_ends(struct ndis_adapter *a);
/* A request pends: looks after it where no check for hang does. Any number of times; under no lock. */
void ndis_oid_watch_start(struct ndis_adapter *a, uint64_t serial);
void ndis_oid_watch_stop(struct ndis_adapter *a); /* returns when its DPC does not run */
void ndis_hang_timer_start(struct ndis_adapter *a);
void ndis_hang_timer_stop(struct ndis_adapter *a); /* returns when no check runs */
/* pnp.c */
NTSTATUS NTAPI ndis_add_device(DRIVER_OBJECT *driver, DEVICE_OBJECT *pdo);
NTSTATUS NTAPI ndis_dispatch_pnp(DEVICE_OBJECT *device, IRP *irp);
NTSTATUS NTAPI ndis_dispatch_power(DEVICE_OBJECT *device, IRP *irp);
NTSTATUS NTAPI ndis_dispatch_wmi(DEVICE_OBJECT *device, IRP *irp);
NTSTATUS NTAPI ndis_dispatch_other(DEVICE_OBJECT *device, IRP *irp);
/* IRPs for devices that NdisRegisterDeviceEx made (ndis-io: device.c). Returns false when the device is not one of those. */
bool ndis_device_dispatch(DEVICE_OBJECT *device, IRP *irp, NTSTATUS *status);
/* attributes.c */
const char *ndis_attributes_name(uint8_t type);
void ndis_attributes_forget(struct ndis_adapter *a);
/* offload.c */
enum ndis_check { NDIS_CHECK_OK, NDIS_CHECK_TYPE, NDIS_CHECK_REVISION, NDIS_CHECK_SIZE, NDIS_CHECK_OLD };
struct ndis_revision {
	uint8_t revision;
	uint16_t size;  /* least Header.Size of this revision */
	uint32_t since; /* first NDIS version that has it */
	uint16_t full;  /* bytes through its last member when later builds of the same revision have more; 0 = size */
};
enum ndis_check ndis_header_check(const NDIS_OBJECT_HEADER *h, uint32_t available, uint8_t type, const struct ndis_revision *table,
                                  uint32_t version, unsigned *size_of_revision);
extern const struct ndis_revision ndis_offload_revisions[], ndis_connection_revisions[], ndis_encapsulation_revisions[],
        ndis_conn_parameters_revisions[], ndis_parameters_revisions[];
const char *ndis_check_text(enum ndis_check c);
void ndis_stored_set(struct ndis_stored *s, const void *p, uint32_t available, uint8_t type, const struct ndis_revision *table,
                     uint32_t version);
void ndis_store_put_zero(struct ndis_adapter *a, enum ndis_store which, const void *like); /* like: companion structure, or NULL */
void ndis_store_forget(struct ndis_adapter *a);
enum ndis_check ndis_store_check(const struct ndis_adapter *a, enum ndis_store which, const void *p, uint32_t available);
void ndis_store_put(struct ndis_adapter *a, enum ndis_store which, const void *p, uint32_t available);
/* Copies the normalised structure under the lock; returns its size, 0 = never reported. With zero_form an unreported task structure becomes
 * zeros. */
unsigned ndis_store_get(struct ndis_adapter *a, enum ndis_store which, void *out, unsigned max, bool zero_form);
const char *ndis_store_name(enum ndis_store which);
bool ndis_connection_operational(struct ndis_adapter *a, bool v6, char *why, size_t max); /* RP-167 */
/* oid.c */
void ndis_oid_submit(struct ndis_oid *o); /* NdisOidRequest's body; o->done is called once, maybe before it returns */
void ndis_oid_kick(struct ndis_adapter *a);
void ndis_oid_init(struct ndis_adapter *a);
void ndis_oid_release(struct ndis_oid *o);
void ndis_oid_cancel(struct ndis_adapter *a, struct ndis_binding *b, const void *id, bool direct);
const char *ndis_oid_name(NDIS_OID oid, char *out, size_t max); /* a constant, or `out` filled */
void ndis_oid_abort_all(struct ndis_adapter *a, NDIS_STATUS status, bool queued_only);
bool ndis_oid_overdue(struct ndis_adapter *a); /* one check-for-hang tick; true when a request has been with the driver for too long */
bool ndis_oid_wait_idle(struct ndis_adapter *a, unsigned timeout_ms); /* nothing is with the driver and no pump runs */
void ndis_oid_drain(struct ndis_adapter *a);                          /* before the adapter's memory goes: no worker of ours is under way */
/* A request of NDIS's own, waited for. `buffer` is copied in and out; results as in ndis_oid_call. PASSIVE_LEVEL. */
NDIS_STATUS ndis_oid_sync(struct ndis_adapter *a, struct ndis_oid_call *call);
NDIS_STATUS ndis_oid_set(struct ndis_adapter *a, NDIS_OID oid, const void *data, uint32_t bytes);
/* oid_answer.c, oid_generic.c: does NDIS answer or refuse (`by`: 1 answered, 2 refused) instead of the driver? */
enum ndis_oid_fate { NDIS_OID_FORWARD, NDIS_OID_ANSWERED, NDIS_OID_TAKEN /* will be finished later by whoever took it */ };
enum ndis_oid_fate ndis_oid_answer(struct ndis_oid *o, NDIS_STATUS *status, unsigned *by);
enum ndis_oid_fate ndis_oid_generic(struct ndis_oid *o, NDIS_STATUS *status, unsigned *by);
void ndis_oid_generic_after(struct ndis_oid *o,
                            NDIS_STATUS status); /* remembers filter, lookahead, multicast list; puts a replaced buffer back */
void ndis_oid_finish(struct ndis_oid *o, NDIS_STATUS status, unsigned by);
/* Persists keywords, keeps a copy. NDIS_STATUS_RESOURCES: they can't be kept, so the request does not reach the driver. */
NDIS_STATUS ndis_params_before(struct ndis_oid *o);
void ndis_params_after(struct ndis_oid *o, NDIS_STATUS status);                   /* stores the last successful set */
NDIS_STATUS ndis_oid_give(NDIS_OID_REQUEST *r, const void *data, uint32_t bytes); /* answers a query from data: BUFFER_TOO_SHORT rules */
/* status.c */
void ndis_status_from_ndis(struct ndis_adapter *a, NDIS_STATUS code, void *buffer,
                           ULONG bytes); /* NDIS's own indication to every binding */
/* bind.c; PASSIVE_LEVEL under ndis.pnp_mutex */
void ndis_bind_all(struct ndis_adapter *a);
void ndis_unbind_all(struct ndis_adapter *a);
void ndis_bind_one(struct ndis_adapter *a, struct ndis_protocol *p);
void ndis_unbind_one(struct ndis_binding *b);
void ndis_bindings_pause(struct ndis_adapter *a, ULONG reason);
void ndis_bindings_restart(struct ndis_adapter *a);
void ndis_bindings_event(struct ndis_adapter *a, NET_PNP_EVENT_CODE code, void *buffer, ULONG bytes);
/* Walks the adapter's bindings in the order of opening. The result is referenced; passing it back drops that reference. Any IRQL <=
 * DISPATCH. */
struct ndis_binding *ndis_binding_next(struct ndis_adapter *a, struct ndis_binding *after);
void ndis_binding_hold(struct ndis_binding *b);
void ndis_binding_release(struct ndis_binding *b);
/* gate.c: suspends RSC and URO while a bound protocol cannot take them (RP-115, RP-130). PASSIVE_LEVEL */
void ndis_gate_update(struct ndis_adapter *a);
NDIS_STATUS ndis_instance_name(const struct ndis_adapter *a, NDIS_STRING *out); /* pnp.c: pool copy for the caller */
void ndis_pnp_lock(void);
void ndis_pnp_unlock(void);
/* chimney.c */
NDIS_STATUS ndis_chimney_set_provider(struct ndis_driver *d, const NDIS_DRIVER_OPTIONAL_HANDLERS *h);
NDIS_STATUS ndis_chimney_set_client(struct ndis_protocol *p, const NDIS_DRIVER_OPTIONAL_HANDLERS *h);
void ndis_chimney_adapter_halted(struct ndis_adapter *a); /* drops what is still offloaded, with a finding */
json_t *ndis_chimney_describe(struct ndis_adapter *a);
void ndis_chimney_exit(void);
/* publish.c */
void ndis_publish(struct ndis_adapter *a);
void ndis_publish_attach(struct ndis_adapter *a);
void ndis_publish_detach(struct ndis_adapter *a);
/* ndis-io: called by adapter.c and driver.c */
void ndis_io_adapter_added(struct ndis_adapter *a);
void ndis_io_adapter_halted(
        struct ndis_adapter *a); /* also after a failed initialize: drops what the driver left connected (interrupts, timers) */
void ndis_io_adapter_removed(struct ndis_adapter *a);
void ndis_io_driver_gone(struct ndis_driver *d);
void ndis_io_exit(void); /* ndis_exit */

extern const struct image_export ndis_exports[];
