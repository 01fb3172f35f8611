/*
 * The crash record: what the machine leaves in RAM (ram_header.crash) before it exits because of the driver. The machine may be corrupt
 * when it writes this and hostile at any time: the lab copies the whole record, terminates every string and bounds every count before it
 * looks.
 */
#pragma once
#include "nt/nt.h"

#define CRASH_MAGIC        0x48534152u
#define MACHINE_EXIT_CRASH 70 /* exit status of the machine when a crash record was left */
struct crash_record {
	_Atomic uint32_t state; /* 0 none, 1 being written, CRASH_MAGIC whole */
	uint32_t size;          /* sizeof(struct crash_record) */
	uint64_t time_wall;     /* 100 ns since 1601 */
	struct nt_crash crash;
};
