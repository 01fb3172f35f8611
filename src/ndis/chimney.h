/*
 * What the chimney's files share (chimney.c registers handlers; chimney_object.c keeps the objects; chimney_state.c carries the five state
 * operations; chimney_io.c the data operations and indications).
 *
 * For every state object that a host stack hands down (neighbor, path, TCP connection) NDIS keeps a struct chimney_object from
 * NdisInitiateOffload until its terminate has completed. Handles:
 *
 *   host's NDIS_OFFLOAD_HANDLE, inside its own object      .NdisReserved[0] = our object, .MiniportOffloadContext = the cell the miniport
 * fills miniport's NdisOffloadHandle                           = address of that NDIS_OFFLOAD_HANDLE. It is looked up in a table, never
 * followed, so a stale or wrong one is named
 *
 * Protocol and miniport block lists overlay each other (contract section 5.1), so blocks are converted in place: downward NDIS writes the
 * address of the cell into MiniportOffloadContext, upward nothing needs undoing.
 *
 * An NBL that goes down through the chimney is held by NBL_CHIMNEY and carries the object, what it is (enum chimney_kind) and its number:
 * completions that come twice, out of order, or from somebody who does not hold it are findings and go nowhere. Documentation:
 * contract/connection-offload.md 2, 5 to 8.
 */
#pragma once
#include "ndis/io.h"

enum chimney_layer { CHIMNEY_NEIGHBOR, CHIMNEY_PATH, CHIMNEY_TCP, CHIMNEY_LAYERS };
enum chimney_state { CHIMNEY_OFFLOADING, CHIMNEY_OFFLOADED, CHIMNEY_INVALID, CHIMNEY_TERMINATING };
enum chimney_kind { CHIMNEY_SEND, CHIMNEY_RECEIVE, CHIMNEY_DISCONNECT, CHIMNEY_FORWARD, CHIMNEY_KINDS };
enum chimney_op { CHIMNEY_INITIATE, CHIMNEY_QUERY, CHIMNEY_UPDATE, CHIMNEY_INVALIDATE, CHIMNEY_TERMINATE, CHIMNEY_OPS };

#define CHIMNEY_MAGIC  0x6d69684eu /* NHim */
#define CHIMNEY_DEPTH  8           /* neighbor, path, TCP: deeper trees are malformed */
#define CHIMNEY_BLOCKS (1u << 20)  /* in one tree */
struct operation;
struct chimney_object {
	uint32_t magic;
	struct chimney_object *next; /* in its bucket */
	NDIS_OFFLOAD_HANDLE *handle;
	struct ndis_adapter *adapter;
	struct ndis_binding *binding;
	struct chimney_object *parent; /* the path of a connection, the neighbor of a path; NULL: not known */
	_Atomic int32_t references;    /* one of the table, one per call under way */
	_Atomic int32_t children;
	_Atomic uint32_t state; /* enum chimney_state */
	uint8_t layer;
	bool aborted;                        /* TcpIndicateAbort was indicated */
	bool settled;                        /* the host knows that it is offloaded: sends are completed to it */
	NET_BUFFER_LIST *early, **early_end; /* completed before that */
	uint64_t posted;                     /* when its oldest receive request went down, nt_time_100ns() */
	int32_t inside;                      /* under the table's lock: indications on it that have not returned */
	struct operation *after;             /* the terminate that waits for them */
	_Atomic int32_t changing;            /* query, update, invalidate under way */
	_Atomic int32_t updating;            /* update alone */
	struct {
		_Atomic uint64_t given, done; /* numbers of NBLs: done < given are out */
	} io[CHIMNEY_KINDS];
};
/* a->chimney: numbers for describe */
struct chimney_counts {
	_Atomic uint64_t ops[CHIMNEY_OPS], initiated, refused, terminated, bytes_sent, bytes_received, events, upload_requests;
	_Atomic int32_t live[CHIMNEY_LAYERS];
};

/* chimney_object.c; any level up to DISPATCH_LEVEL */
struct chimney_object *chimney_new(NDIS_OFFLOAD_HANDLE *handle, struct ndis_binding *b, enum chimney_layer layer,
                                   struct chimney_object *parent);
struct chimney_object *chimney_find(const void *handle); /* referenced; NULL: no such object. The handle is not followed */
void chimney_release(struct chimney_object *o);          /* NULL: nothing */
/* Around an indication on it: a terminate that completes meanwhile reaches the host after the last chimney_leave(). */
struct chimney_object *chimney_enter(const void *handle);
void chimney_leave(struct chimney_object *o);
/* Out of the table; the caller's reference stays. True: indications are inside, and chimney_leave() of the last ends `op`. */
bool chimney_gone(struct chimney_object *o, struct operation *op);
void chimney_relink(struct chimney_object *path, struct chimney_object *neighbor);
struct chimney_counts *chimney_counts(struct ndis_adapter *a);
const char *chimney_layer_name(unsigned layer);
/* The object behind a host's handle, for the calls that come from above; NULL and a finding. Not referenced: the host owns it while it
 * calls. */
struct chimney_object *chimney_of_host(const NDIS_OFFLOAD_HANDLE *handle, const char *function);

void ndis_chimney_binding_closed(struct ndis_binding *b); /* drops what the protocol has left offloaded, with a finding */

/* chimney_state.c */
void chimney_wait(struct operation *op);
void chimney_finish(struct operation *op); /* undoes one chimney_wait(); the last one hands the tree to the host */

/* chimney_io.c */
void chimney_take_nbls(struct chimney_object *o, NET_BUFFER_LIST *chain, enum chimney_kind kind); /* they go down */
/* A terminate hands sends back, received data up. The chain is cut where it stops making sense. */
void chimney_give_back(struct chimney_object *o, NET_BUFFER_LIST **chain, const char *function);
void chimney_take_indicated(struct chimney_object *o, NET_BUFFER_LIST **chain);
/* An initiate that failed: they never went down. The chain is as the host had linked it. */
void chimney_untake_nbls(NET_BUFFER_LIST **nbl, uint32_t n);
/* What a terminate left with the miniport: findings, and the host gets it with NDIS_STATUS_UPLOAD_IN_PROGRESS. */
void chimney_take_back(struct chimney_object *o);
bool chimney_early(struct chimney_object *o);  /* sends were completed before the initiate; they are forgotten */
void chimney_settle(struct chimney_object *o); /* and these go to the host now */
extern const struct image_export chimney_handlers[6];
