/* Shared by machine.c (process, RAM) and machine_talk.c (messages, traces, crash record). */
#pragma once
#include "lab/machine.h"
#include <sys/types.h>

struct machine {
	struct machine_config config;
	uint8_t *ram;
	uint64_t ram_size;
	struct ram_header layout; /* our own copy: the one in RAM is the machine's to change */
	struct nic *nic;          /* attached */
	struct net *net;          /* attached */
	int port_kick_fd, port_wake_fd, conn_kick_fd, conn_wake_fd;
	struct conns *conns;
	unsigned vectors;
	int ram_fd, socket, pid_fd, stderr_fd, trace_fd, kick_fd, publish_fd, irq_fd[BUS_VECTORS];
	int guest_fd[MACHINE_GUESTS];             /* our ends of the guest channels; -1: ended, or serial mode */
	const void *guest_holder[MACHINE_GUESTS]; /* who has a copy of it; NULL: free */
	pid_t pid;
	bool reaped, hello_seen, broken;
	int wait_status;
	struct machine_hello hello;
	struct list pending;
	uint32_t next_id;
	char said[400]; /* last line of its stderr */
	char line[400];
	size_t line_length;
};
void machine_fail_pending(struct machine *m, int code, const char *why);
