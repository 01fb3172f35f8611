/*
 * ndis: NDIS's face towards the machine (src/machine) and the tests. Drivers and tcpip use the DDI (ndis.h) only.
 * All functions are called at PASSIVE_LEVEL on an adopted thread.
 */
#pragma once
#include "nt/nt.h"
#include <ndis.h>
#include <jansson.h>

int ndis_init(void); /* adds the export table; makes NDIS's own driver object. After nt_init */
void ndis_exit(void);

struct ndis_adapter;
enum ndis_adapter_state { NDIS_HALTED, NDIS_INITIALIZING, NDIS_PAUSED, NDIS_RESTARTING, NDIS_RUNNING, NDIS_PAUSING, NDIS_SHUTDOWN };
const char *ndis_adapter_state_name(enum ndis_adapter_state s); /* "Running" */
struct ndis_adapter *ndis_adapter_of(struct nt_devnode *n);     /* NULL before AddDevice */
enum ndis_adapter_state ndis_adapter_state(const struct ndis_adapter *a);
/* Why the newest adapter did not come up, one sentence that names the callback, its status and the finding that led to it; "" when nothing
 * failed. Also after the adapter is gone. */
const char *ndis_start_failure(void);
void ndis_start_failure_clear(void);

/* After nt_pnp_start succeeded (Paused): binds protocols, restarts. 0 or negative errno. */
int ndis_adapter_up(struct ndis_adapter *a, struct err *e);
int ndis_adapter_pause(struct ndis_adapter *a, struct err *e);
int ndis_adapter_restart(struct ndis_adapter *a, struct err *e);
int ndis_adapter_reset(struct ndis_adapter *a, struct err *e);
int ndis_adapter_shutdown(struct ndis_adapter *a); /* -EINVAL: not in a state that can be shut down. Terminal */
/* A simulated bug check: calls MiniportShutdownEx where the documentation still allows it (RP-020) and says whether it did. Terminal if so.
 */
bool ndis_adapter_bugcheck(struct ndis_adapter *a);
/* Unbind, pause, halt happen inside REMOVE_DEVICE / SURPRISE_REMOVAL IRPs (nt_pnp_stop_remove). */

struct ndis_oid_call {
	NDIS_REQUEST_TYPE type;
	NDIS_OID oid;
	ULONG method_id, port;
	void *buffer;
	ULONG in_length, out_length; /* set: in_length; query: out_length; method: both, one buffer */
	ULONG timeout_ms;            /* 0 = 5,000. Exceeded: finding, status NDIS_STATUS_REQUEST_ABORTED after cancel */
	unsigned path;               /* 0 ordinary, 1 direct, 2 synchronous */
	bool as_protocol;            /* statistics OIDs filtered out of OID_GEN_SUPPORTED_LIST, as protocols see it */
	/* results */
	NDIS_STATUS status;
	ULONG written, read, needed, supported_revision;
};
/* As the administrator: goes through NDIS exactly as a protocol's NdisOidRequest does. Returns call->status. */
NDIS_STATUS ndis_adapter_oid(struct ndis_adapter *a, struct ndis_oid_call *call);

/* Everything `flue show` and `flue offloads` print, as JSON. Caller owns the reference. Members are documented at the top of describe.c. */
json_t *ndis_adapter_describe(struct ndis_adapter *a);

/* ---- the page NDIS publishes (RAM publish area), for queries that cost no round trip: seqlock, one slot per adapter */
struct ndis_publish_slot {
	_Atomic uint32_t seq;                                              /* odd while being written */
	uint32_t state;                                                    /* enum ndis_adapter_state */
	uint32_t task_cur_size, task_hw_size, conn_cur_size, conn_hw_size; /* bytes valid, 0 = never reported */
	uint8_t task_cur[256], task_hw[256], conn_cur[32], conn_hw[32];
	uint32_t encapsulation_size;
	uint8_t encapsulation[32];
	uint64_t changes; /* counts every update */
};
void ndis_publish_init(void *area, size_t bytes);
