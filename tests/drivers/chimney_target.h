/*
 * chimney_target.sys: a miniport that is an offload target without hardware. Its connections are ends of an imagined network: what they are
 * given to send counts as transmitted at once and is acknowledged when the test says so (or at once), what they "receive" is a pattern by
 * sequence number. Both sides (PE and Linux) read this; fixed-width types only.
 */
#pragma once

enum target_bad {                          /* what it does wrong, one bit each */
	          BAD_TWICE = 1u << 0,     /* completes the operation twice */
	          BAD_ROOT = 1u << 1,      /* completes another root first */
	          BAD_UNWRITTEN = 1u << 2, /* leaves Status */
	          BAD_CELL = 1u << 3,      /* success with an empty cell */
	          BAD_PARTIAL = 1u << 4,   /* success of what is partial, and partial of what is not */
	          BAD_KEEP = 1u << 5,      /* terminate with all requests still there */
	          BAD_STATUS = 1u << 6,    /* a status that the operation may not end with */
	          BAD_RETURN = 1u << 7,    /* I/O entry points return NDIS_STATUS_SUCCESS */
	          BAD_RECEIVE_RETURN = 1u << 8,
	          BAD_EARLY_EVENT = 1u << 9,  /* an event and data before the initiate is complete */
	          BAD_INSIDE = 1u << 10,      /* the next terminate of a connection completes inside an indication on it */
	          BAD_SCRIBBLE = 1u << 11,    /* writes ProtocolReserved, SourceHandle, NextBlock */
	          BAD_PLACEHOLDER = 1u << 12, /* fails a placeholder */
	          BAD_BUFFERED = 1u << 13,    /* BufferedData that is no NBL of a pool */
	          BAD_TAKE_BELOW = 1u << 14,  /* takes the dependents of what it refuses */
	          EARLY_SENDS = 1u << 15,     /* allowed: acknowledges the initiate's sends before it completes */
	          BAD_CHAIN = 1u << 16,       /* hands back an NBL that it has completed before */
};
#define TARGET_OBJECTS 4096
struct target_object {
	unsigned int layer, used, state, generation; /* 0 neighbor, 1 path, 2 connection; state: 1 offloaded, 2 invalid */
	void *handle;                                /* NdisOffloadHandle */
	struct target_object *parent;
	unsigned char source[32], destination[32]; /* addresses */
	unsigned int vlan, mtu, family, hrd, nrd, children;
	/* connection; the block's words are kept for the test to look at */
	unsigned char constant[24], cached[44], delegated[128];
	unsigned int snd_una, snd_nxt, rcv_nxt;
	unsigned int buffered, buffered_seq;                                  /* bytes that wait for the host */
	unsigned int refused, inside, sends, receives, forwards, placed, fin; /* placed: in the first receive request */
	void *send_head, *send_tail, *receive_head, *receive_tail, *disconnect, *forward_head, *forward_tail;
};
struct target {
	/* knobs */
	unsigned int v4, v6, capacity, version, no_client_sets;
	unsigned int late;                                /* operations wait for target_run() */
	unsigned int room[3];                             /* objects of each layer */
	unsigned int fail_status, fail_layer, fail_after; /* layer + 1: the blocks of it after the first fail_after ones fail */
	unsigned int auto_ack, complete_sends;            /* complete_sends: a terminate completes sends instead of handing them back */
	unsigned int bad, fail_ops;                       /* fail_ops: query, update, invalidate, terminate end with NDIS_STATUS_FAILURE */
	unsigned int buffer_at_terminate;                 /* bytes of received data that a terminate hands up */
	/* seen */
	unsigned int initiates, queries, updates, invalidates, terminates, sends, receives, disconnects, forwards, returned, returned_nbls;
	unsigned int blocks, live[3], bad_bytes, parameters, capability_oids, statistics;
	unsigned int indicate_status, refused, indicated_bytes, order;                    /* the last indication's */
	unsigned int seen_roots, seen_linkers, seen_placeholders, seen_fresh, seen_shape; /* shape: broken tree rules, counted */
	unsigned int last_flags, last_bytes, overlap, io_in_initiate, terminate_children;
	unsigned int handlers_status, handlers_type, handlers_revision, handlers_size, handlers_other, handlers_other_pointer;
	unsigned int pause_status;
	void *adapter, *last_root, *last_nbl;
	struct target_object object[TARGET_OBJECTS];
};
#define TARGET_BYTE(seq) ((unsigned char)((seq)*7u + (seq) / 251u))
