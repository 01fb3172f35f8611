/* What the lab's files share. */
#pragma once
#include "lab/inf.h"
#include "lab/lab.h"
#include "lab/machine.h"
#include "lab/store.h"
#include "report/trace_text.h"

#define DRIVER_KEY    "\\Registry\\Machine\\System\\CurrentControlSet\\Control\\Class\\{4D36E972-E325-11CE-BFC1-08002BE10318}\\0000"
#define SERVICES_KEY  "\\Registry\\Machine\\System\\CurrentControlSet\\Services\\"
#define ENUM_KEY      "\\Registry\\Machine\\System\\CurrentControlSet\\Enum\\"
#define HISTORY_BYTES (384u << 10)
#define LAB_CLIENTS   32
#define START_TIMEOUT 90000 /* ms; the executive ends callbacks that never return long before */

struct history_record {
	struct list link;
	struct trace_head head; /* followed by the rest of the record */
};
struct lab_client;
struct lab_netdev;
struct lab {
	struct lab_options o;
	char name[32], driver_path[512], driver_file[64], service[64];
	char device_id[80], instance_id[40], guid[48], guid_text[48], symbols[512];
	void *image;
	size_t image_size;
	struct inf *inf;
	struct inf_install *install;
	char inf_note[256], store_note[512];
	struct nic *nic;
	struct lab_netdev *netdev; /* NULL: none (netdev.h) */
	struct store *store;
	struct machine *machine;
	json_t *describe; /* last known */
	json_t *info;     /* image info of MM_LOAD */
	char state[24];   /* "Running", "Removed", "Crashed", ... */
	bool up, stopping, busy, quit, served;
	int exit_code;
	unsigned crashes, restarts;
	uint64_t restart_at; /* monotonic ns; 0 = none planned */
	/* crash being told */
	struct lab_error last_crash;
	/* traces */
	struct list history;
	size_t history_bytes;
	uint64_t first_ns;
	bool hot;
	unsigned quiet_polls;
	int hardware_wake;
	uint64_t collect_from; /* settle: newest record of interest */
	unsigned pauses, resumes;
	uint64_t last_record_ns, dropped_seen;
	/* findings */
	unsigned findings;
	char *finding[64];
	/* loop */
	int signal_fd, listen_fd;
	char socket_path[256];
	struct lab_client *clients[LAB_CLIENTS];
	uint64_t started_ns;
};
/* loop.c */
void lab_step(struct lab *l, int timeout_ms);
json_t *lab_call(struct lab *l, uint32_t verb, json_t *args, unsigned timeout_ms, struct lab_error *e); /* new reference */
int lab_drain(struct lab *l);                                                                           /* number of records taken */
void lab_settle(struct lab *l, unsigned least_ms, unsigned most_ms);
void lab_note_finding(struct lab *l, const char *rule, const char *text);
void lab_handle_end(struct lab *l, struct lab_error *e); /* the machine process has ended: report it, forget it */
int lab_trace_init(struct lab *l, struct err *e);
void lab_trace_exit(struct lab *l);
/* lab.c */
int lab_bring_up(struct lab *l, struct lab_error *e);
void lab_take_down(struct lab *l, bool surprise, struct lab_error *e);
int lab_adapter_values(struct lab *l, json_t **out, struct err *e);
json_t *lab_adapter_args(const struct lab *l);
void lab_adapter_state(struct lab *l, const char *state);
json_t *lab_sandbox(const struct lab *l); /* what holds the driver: {have:[...], without:[{name, why}]} */
json_t *lab_show(struct lab *l, json_t *describe);
/* keywords.c */
json_t *lab_keywords(struct lab *l);
int lab_keyword_values(struct lab *l, const json_t *set, json_t **values, struct err *e);
char *lab_registry_text(struct lab *l, const char *path, const char *name); /* current value as text, malloc'd; NULL = absent */
/* control.c */
int lab_listen(struct lab *l, struct err *e);
void lab_catch_signals(struct lab *l);
void lab_clients_poll(struct lab *l, void *pollfds, unsigned *count, unsigned max);
void lab_clients_ready(struct lab *l, const void *pollfds, unsigned first, unsigned count);
void lab_clients_record(struct lab *l, const struct trace_head *h);
void lab_clients_close(struct lab *l);
bool lab_clients_busy(const struct lab *l); /* something is still to be sent */
/* crash_report.c */
int lab_crash_report(struct lab *l, const struct nt_crash *crash, uint64_t time_wall, struct lab_error *e);
/* symbolize.c: "toe.sys+0x1234" becomes "toe.sys!function+0x12 [file.c:34]" where symbols are known. `note` says why they are not. */
struct symbolizer;
struct symbolizer *symbolizer_open(const char *image_path, const char *directory, const json_t *info, char *note, size_t note_max);
void symbolizer_close(struct symbolizer *s);
bool symbolizer_where(struct symbolizer *s, uint32_t rva, char *out, size_t max);
