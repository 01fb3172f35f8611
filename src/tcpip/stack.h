/*
 * tcpip, inside.
 *
 * One struct binding per miniport adapter, from ProtocolBindAdapterEx to ProtocolUnbindAdapterEx. What the stack believes the adapter can
 * do is in `task` and `connection`: first from NDIS_BIND_PARAMETERS, then from status indications (RP-205, RP-298, RP-299); it asks NDIS by
 * OID only after NDIS_STATUS_OFFLOAD_RESUME.
 *
 * Statuses come at up to DISPATCH_LEVEL and OID requests need PASSIVE_LEVEL, so what a status asks for is done on a work item: binding.work
 * holds what is to be done, one work item per binding does it, unbind waits for it. Everything in a binding is under binding.lock, a
 * KSPIN_LOCK so that the serial scheduler explores the races; it is never held over a call into NDIS.
 */
#pragma once
#include "tcpip/tcpip.h"
#include "nt/nt.h"
#include "trace/trace.h"
#include <ndis.h>
#include <ndischimney.h>

/* Where connection offload stands. `generation` counts pauses and resumes, so that a re-query which a new pause overtook is known to be
 * stale. */
enum phase { PHASE_ON, PHASE_PAUSED, PHASE_RESUMING };
enum work { WORK_REQUERY = 1, WORK_ENCAPSULATE = 2, WORK_PARAMETERS = 4, WORK_UPLOAD = 8, WORK_NET = 16, WORK_CAN = 32 };
enum set_state { SET_NEVER, SET_BUSY, SET_DONE, SET_FAILED };
enum conn_where { CONN_IN_HOST, CONN_OFFLOADING, CONN_OFFLOADED, CONN_UPLOADING, CONN_STATES };

struct conn;
/* The connections of one binding. Own lock: the completions of the chimney come at any level. */
struct conn_table {
	KSPIN_LOCK lock;
	struct list all;
	unsigned count[CONN_STATES];
	/* Starts the upload of one connection (NdisTerminateOffload); conn_uploaded() is called when it is done. NULL: nothing can be
	 * offloaded yet. */
	void (*terminate)(struct conn *c);
};
struct conn {
	struct list link;
	struct conn_table *table;
	enum conn_where state;
	bool upload_wanted; /* asked for while its initiate was under way: goes up as soon as that is complete */
	NDIS_OFFLOAD_HANDLE handle;
};

/* What the data path did; describe.c names them. */
struct path_counts {
	_Atomic uint64_t sent, sent_bytes, batches, merged, checksums, lso, uso, tags, cut, pieces, filled, tx_dropped, tx_failed;
	_Atomic uint64_t received, received_bytes, copied, coalesced, valid, rx_full, rx_bad, returned, return_calls, paused_sends;
	_Atomic(const char *) cut_why, drop_why; /* the newest reasons */
};
struct path;
struct offload;
struct binding {
	struct list link;
	NDIS_HANDLE ndis;
	KSPIN_LOCK lock;
	bool open, closing, running, resetting;

	char device[80], guid[48], instance[128]; /* UTF-8 */
	const void *pdo;
	uint8_t trace_nic;
	NDIS_MEDIUM medium;
	ULONG mtu, lookahead, supported_filters, filter;
	USHORT mac_length;
	UCHAR mac[32];
	NDIS_MEDIA_CONNECT_STATE connect;
	ULONG64 xmit_speed, rcv_speed;

	/* capabilities as the stack knows them; size 0: nothing was offered */
	union {
		NDIS_OFFLOAD offload;
		uint8_t bytes[256];
	} task;
	size_t task_size;
	NDIS_TCP_CONNECTION_OFFLOAD connection;
	size_t connection_size;
	const char *task_from, *connection_from; /* "bind", "status", "re-query" */

	/* what the stack has set */
	bool task_disabled; /* DisableTaskOffload */
	enum set_state encapsulation, parameters;
	NDIS_STATUS encapsulation_status, parameters_status, requery_status;
	NDIS_OFFLOAD_ENCAPSULATION encapsulation_value;
	UCHAR parameters_revision; /* honoured by the driver: SupportedRevision (RP-251) */

	enum phase phase;
	bool upload_all; /* NDIS_STATUS_UPLOAD_ALL since the last resume */
	uint64_t generation;
	struct conn_table connections;

	unsigned work;
	bool work_queued;
	WORK_QUEUE_ITEM work_item;
	KEVENT work_idle;

	uint64_t pauses, resumes, uploads, requeries, stale_requeries, resets, task_changes, statuses;

	struct offload *offload; /* offload.h; NULL: no connections can be moved here */
	struct path *path;       /* path.h; NULL: the adapter is no netdev */
	struct path_counts counts;
	ULONG mac_options;
	_Atomic int users; /* calls of the machine's that unbind waits for */

	/* netdev.c: what the user of the netdev wants, and what he was told */
	bool promisc, allmulti, multicast_set;
	unsigned multicast_count, multicast_max;
	uint8_t multicast[TCPIP_MULTICAST][6];
	uint32_t linux_mtu; /* 0: the driver's */
	uint64_t net_generation;
	/* rss.c */
	enum set_state rss;
	NDIS_STATUS rss_status;
	unsigned rss_queues_reported, rss_entries, rss_queues; /* reported 0: no RSS; rss_queues: in use */
	ULONG rss_caps;
};

struct stack {
	bool up;
	NDIS_HANDLE protocol;
	UINT ndis_version; /* 0x00060054 */
	bool disable_task_offload;
	_Atomic int on_pause;
	void (*net)(const void *pdo, json_t *net);
	KSPIN_LOCK lock; /* bindings */
	struct list bindings;
};
extern struct stack stack;

void *stack_alloc(size_t bytes); /* zeroed nonpaged pool */
void stack_free(void *p);
/* The port's threads and the lab live in real time, which a serial schedule's virtual clock does not see: waited for like this. */
void stack_real_wait(void);                                      /* 0.2 ms of it */
void stack_join(struct nt_thread *t, const _Atomic bool *ended); /* `ended`: the thread's last word */
/* A line of what the stack decided, beside the event that made it decide. */
#define stack_note(b, event, ...) trace_textf(TRACE_NOTE, (b)->trace_nic, (event), __VA_ARGS__)

/* binding.c */
NDIS_STATUS NTAPI stack_bind(NDIS_HANDLE driver_context, NDIS_HANDLE bind_context, PNDIS_BIND_PARAMETERS p);
NDIS_STATUS NTAPI stack_unbind(NDIS_HANDLE unbind_context, NDIS_HANDLE context);
void NTAPI stack_open_complete(NDIS_HANDLE context, NDIS_STATUS status);
void NTAPI stack_close_complete(NDIS_HANDLE context);
NDIS_STATUS NTAPI stack_pnp_event(NDIS_HANDLE context, PNET_PNP_EVENT_NOTIFICATION event);
void stack_work(struct binding *b, unsigned what);

/* oid.c. PASSIVE_LEVEL; waits for the answer. */
struct oid_result {
	ULONG written, needed;
	UCHAR supported_revision;
};
NDIS_STATUS stack_oid(struct binding *b, NDIS_REQUEST_TYPE type, NDIS_OID oid, void *buffer, ULONG bytes, struct oid_result *result);
void NTAPI stack_oid_complete(NDIS_HANDLE context, PNDIS_OID_REQUEST request, NDIS_STATUS status);
void stack_set_encapsulation(struct binding *b);
void stack_set_parameters(struct binding *b);
void stack_requery(struct binding *b);

/* netdev.c; PASSIVE_LEVEL */
void stack_set_receive(struct binding *b, bool on); /* lookahead, multicast list and packet filter */
void stack_tell_net(struct binding *b, bool up);

/* rss.c */
void stack_set_rss(struct binding *b);

/* status.c */
void NTAPI stack_status(NDIS_HANDLE context, PNDIS_STATUS_INDICATION s);

/* view.c: what the capabilities mean */
bool view_task_any(const struct binding *b, ULONG *encapsulations); /* an offload is on; OR of their Encapsulation members */
bool view_is_target(const NDIS_TCP_CONNECTION_OFFLOAD *c,
                    size_t size); /* with an encapsulation that NDIS recognises (contract section 5) */
const char *view_families(const NDIS_TCP_CONNECTION_OFFLOAD *c, size_t size, char *out,
                          size_t max); /* "IPv4 only", "IPv4 and IPv6", "none" */
bool view_may_offload(const struct binding *b, bool v6, char *why, size_t max);
json_t *view_operational(const struct binding *b);

/* connection.c */
void conn_table_init(struct conn_table *t);
unsigned conn_offloaded(struct conn_table *t);           /* Offloading, Offloaded and Uploading */
void conn_begin(struct conn_table *t, struct conn *c);   /* InHost -> Offloading */
bool conn_is_down(struct conn *c, NDIS_STATUS status);   /* the same; true: its upload begins, the caller calls terminate */
void conn_initiated(struct conn *c, NDIS_STATUS status); /* -> Offloaded, or back InHost */
bool conn_upload(struct conn_table *t,
                 struct conn *c); /* Offloaded -> Uploading; false: not now (remembered while it is Offloading), or under way */
unsigned conn_upload_all(struct conn_table *t); /* Offloaded -> Uploading; returns how many are to come up */
void conn_uploaded(struct conn *c);             /* -> InHost */
void conn_forget(struct conn *c);

/* chimney.c */
NDIS_STATUS NTAPI stack_set_options(NDIS_HANDLE driver, NDIS_HANDLE context);
