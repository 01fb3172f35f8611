/*
 * What a test tells ndis_script.sys to do and what it saw: one exported variable, `script`. Read by both sides (PE and Linux), so
 * fixed-width types only. Structures that depend on an NDIS version travel as bytes: the driver copies them to its own stack and passes
 * that, as real drivers do.
 */
#pragma once

#define SCRIPT_BYTES 256
#define SCRIPT_CALLS 12
#define SCRIPT_SEEN  64

enum script_call_kind {
	SCRIPT_REGISTRATION = 1, /* made by the driver: context, flags, check_for_hang */
	SCRIPT_GENERAL,          /* made by the driver: Ethernet, 02:00:00:00:00:07, supported_oids */
	SCRIPT_OFFLOAD,          /* made by the driver from offload[0..3] */
	SCRIPT_RAW,              /* bytes as they are */
	SCRIPT_INDICATE,         /* indicates `code` with bytes */
	SCRIPT_GUARDED,          /* NdisMSetMiniportAttributes(pointer): memory of the test's */
};
struct script_call {
	unsigned int kind, code, size; /* size: of bytes */
	unsigned int result;           /* NDIS_STATUS, written by the driver */
	void *pointer;
	unsigned char bytes[SCRIPT_BYTES];
};
/* One of the structures of offload attributes. given 0: NULL. */
struct script_offload {
	unsigned int given, size;
	unsigned char bytes[SCRIPT_BYTES];
};
enum script_event {
	SEEN_SET_OPTIONS = 1,
	SEEN_ADD_DEVICE,
	SEEN_FILTER,
	SEEN_START_DEVICE,
	SEEN_REMOVE_DEVICE,
	SEEN_INITIALIZE,
	SEEN_HALT,
	SEEN_PAUSE,
	SEEN_RESTART,
	SEEN_OID,
	SEEN_OID_CANCEL,
	SEEN_DIRECT,
	SEEN_SYNCHRONOUS,
	SEEN_CHECK,
	SEEN_RESET,
	SEEN_PNP,
	SEEN_SHUTDOWN,
	SEEN_UNLOAD,
	SEEN_REGISTERED
};
struct ndis_script {
	/* ---- registration */
	unsigned int version;                                /* 0x0006001e; 0 = 6.84 */
	unsigned int chars_revision, chars_size;             /* 0 = what belongs to the version */
	unsigned int no_halt, no_check, no_reset, no_direct; /* leave a handler out */
	unsigned int pnp, chimney_generic, chimney_tcp;      /* register these sets in MiniportSetOptions */
	unsigned int set_options_status;
	/* ---- initialize */
	unsigned int calls;
	struct script_call call[SCRIPT_CALLS];
	struct script_offload offload[4]; /* task CUR, task HW, connection CUR, connection HW */
	unsigned int initialize_status, add_device_status, add_device_attributes, leak; /* leak: opens a configuration and keeps it */
	unsigned int attribute_flags, check_for_hang;
	unsigned int supported_count, supported[24];
	/* ---- life */
	unsigned int pause_status, restart_status; /* NDIS_STATUS_PENDING: kept until script_pause_complete */
	unsigned int reset_status, addressing_reset, hang;
	/* Called at the end of MiniportOidRequest; its result is the driver's answer. NULL: oid_status. ms_abi function of the test. */
	void *on_oid;
	unsigned int oid_status;
	/* called from MiniportInitializeEx after the calls, Halt, Shutdown, ... with the event: a test's chance to look or to act inside a
	 * callback */
	void *on_event;
	/* ---- seen */
	unsigned int seen_count;
	unsigned int seen[SCRIPT_SEEN]; /* enum script_event in order */
	unsigned int seen_irql[SCRIPT_SEEN];
	unsigned int seen_detail[SCRIPT_SEEN]; /* OID, halt action, PnP event, ... */
	unsigned int oid_calls, oid_inside,
	        oid_overlap; /* overlap: a second MiniportOidRequest began before the first request was completed */
	unsigned int register_status, direct_calls, synchronous_calls, offload_handlers_status, offload_handlers_size;
	unsigned int init_resources, init_messages, init_ifindex, init_param_size;
	void *adapter, *driver, *pending_request, *pending_direct;
	void *add_device_handle;
	unsigned int oids[SCRIPT_SEEN], oid_types[SCRIPT_SEEN], oid_count;
};
