/*
 * Start-up of the machine, in order: RAM mapped and checked, sandbox (single-threaded, before anything foreign is near), trace, bus,
 * executive, NDIS, the host stack's protocol driver, HELLO, then the control loop. Everything foreign (the driver file, the registry) comes
 * later through the loop.
 */
#include "machine/machine.h"
#include "base/feature.h"
#include "bus/bus.h"
#include "machine/control.h"
#include "machine/crash.h"
#include "machine/protocol.h"
#include "machine/sandbox.h"
#include "ndis/ndis_host.h"
#include "tcpip/tcpip.h"
#include "trace/trace.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static struct ram_header *ram;

static void say(const char *text)
{
	char line[600];
	int n = snprintf(line, sizeof line, "flue-machine: %s\n", text);
	if (n > 0 && write(2, line, (size_t)n < sizeof line ? (size_t)n : sizeof line - 1) < 0)
		_exit(3);
}

static int map_ram(struct err *e)
{
	struct stat st;
	if (fstat(MACHINE_FD_RAM, &st) || st.st_size < (off_t)RAM_PAGE)
		return err_set(e, EBADF, "this program is started by `flue run`, not by hand: descriptor %d is no RAM", MACHINE_FD_RAM);
	void *p =
	        mmap((void *)NT_RAM_BASE, (size_t)st.st_size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED_NOREPLACE, MACHINE_FD_RAM, 0);
	if (p == MAP_FAILED)
		return err_set(e, errno, "RAM can't be mapped: %s", strerror(errno));
	ram = p;
	if (ram->magic != RAM_MAGIC || ram->ram_size != (uint64_t)st.st_size || ram->header_size != sizeof *ram ||
	    memcmp(ram->build_id, base_build_id(), sizeof ram->build_id))
		return err_set(e, EPROTO, "lab and machine are not of the same build: install both together");
	return 0;
}

static void *at(uint64_t offset)
{
	return (char *)ram + offset;
}

static int on_registry_write(const char *path, const char *name, uint32_t type, const void *data, size_t bytes)
{
	json_t *j = bytes == SIZE_MAX ? json_pack("{s:s, s:s, s:b}", "path", path, "name", name, "delete", 1)
	                              : json_pack("{s:s, s:s, s:i, s:o}", "path", path, "name", name, "type", (int)type, "data",
	                                          machine_hex(data, bytes));
	return j ? control_ask(MM_REG_WRITE, j) : -ENOMEM;
}

/* Called once by the executive, on the thread that met the end; others may still run. The lab reads the record after the process is gone.
 */
static void fatal(const struct nt_crash *crash) __attribute__((noreturn));
static void fatal(const struct nt_crash *crash)
{
	struct crash_record *r = at(ram->crash);
	r->size = sizeof *r;
	r->time_wall = clock_wall_100ns();
	r->crash = *crash;
	atomic_store(&r->state, CRASH_MAGIC);
	_exit(MACHINE_EXIT_CRASH);
}

/* The lab asked to be woken by the next record: it polls while there is traffic and sleeps when there is none. */
static void wake_lab(void)
{
	uint64_t one = 1;

	trace_ring_reader_sleeps(trace_sink->control, false);
	if (trace_sink->data)
		trace_ring_reader_sleeps(trace_sink->data, false);
	if (write(MACHINE_FD_TRACE, &one, sizeof one) < 0)
		return; /* full or absent: it is awake */
}

static void log_to_trace(enum log_level level, const char *text, void *ctx)
{
	(void)ctx;
	trace_textf(TRACE_LOG, 0xff, level <= LOG_WARN ? "flue-machine!" : "flue-machine", "%s", text);
}

int machine_main(void)
{
	static struct trace_sink sink;
	struct machine_hello hello = {.proto = MACHINE_PROTO};
	struct tcpip_config host = {.on_pause = TCPIP_UPLOAD, .net = machine_net};
	struct err e = {0};
	unsigned bits = 0;

	if (map_ram(&e))
		goto failed;
	base_features_set_off(ram->features_off);
	json_object_seed(0); /* reads /dev/urandom: before the sandbox */
	clock_mono_ns();
	if (!(ram->flags & RAM_NO_SANDBOX) && sandbox_enter(&bits, &e))
		goto failed;
	sink.control = trace_ring_at(at(ram->trace_ctl), ram->trace_ctl_size);
	sink.data = trace_ring_at(at(ram->trace_data), ram->trace_data_size);
	sink.writer = TRACE_MACHINE;
	sink.wake = wake_lab;
	if (sink.control)
		trace_sink = &sink;
	log_set_sink(log_to_trace, NULL);
	if (bus_machine_init(ram, NULL, &e))
		goto failed;
	struct nt_config config = {
	        .ram = ram,
	        .cpus = ram->cpus,
	        .serial = ram->flags & RAM_SERIAL,
	        .seed = ram->seed,
	        .verify = ram->flags & RAM_VERIFY,
	        .strict = ram->flags & RAM_STRICT,
	        .ndis_version = ram->ndis_version,
	        .on_registry_write = on_registry_write,
	        .fatal = fatal,
	};
	if (bits & SANDBOX_USER_DISPATCH)
		nt_thread_hook = sandbox_thread;
	if (nt_init(&config, &e))
		goto failed;
	nt_thread_adopt("machine");
	if (ndis_init()) {
		err_set(&e, EIO, "NDIS did not start");
		goto failed;
	}
	ndis_publish_init(at(ram->publish), ram->publish_size);
	if (tcpip_init(&host, &e))
		goto failed;
	nt_thread_release();
	hello.pid = (uint32_t)getpid();
	hello.sandbox = bits;
	memcpy(hello.build_id, base_build_id(), sizeof hello.build_id);
	control_send(MM_HELLO, 0, &hello, sizeof hello);
	control_run(ram);
	_exit(0); /* threads of the driver may still run: there is nothing to tidy that the kernel does not take back */
failed:
	say(e.text);
	return 3;
}
