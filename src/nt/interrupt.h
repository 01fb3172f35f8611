/* Between interrupt.c (threads and locks) and connect.c (the DDI by which WDM drivers connect). */
#pragma once
#include "nt/core.h"

struct nt_interrupt {     /* what a driver sees as KINTERRUPT */
	struct list link; /* nt_lock */
	unsigned nic, vector;
	int fd;
	bool on_bus;
	BOOLEAN (*isr)(void *ctx);
	void *ctx;
	KIRQL irql;
	KAFFINITY affinity; /* 0 = any processor */
	KSPIN_LOCK own_lock, *lock;
	struct nt_thread *thread;
	_Atomic bool stop;
	bool waiting; /* nt_lock */
	_Atomic uint64_t fired, unclaimed;
	/* WDM */
	PKSERVICE_ROUTINE service;
	PKMESSAGE_SERVICE_ROUTINE message_service;
	void *service_context;
	ULONG message;
};
struct nt_interrupt *nt_interrupt_new(unsigned nic, unsigned vector, int fd, KIRQL irql); /* not yet running */
int nt_interrupt_start(struct nt_interrupt *i);
void nt_interrupt_stop(struct nt_interrupt *i); /* and frees it */
