/*
 * What the tests of ndis-io and tcpip share: the machine's libraries in one process, and io_mini.sys as a root-enumerated adapter that the
 * test steers.
 */
#pragma once
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "ndis/ndis_host.h"
#include "tcpip/tcpip.h"
#include "trace/trace.h"

/* cmocka puts signal handlers of its own before each test, with signal(). The image loader's must stay: a driver's traps are its business.
 * So cmocka gets this one. */
sighandler_t signal(int number, sighandler_t handler)
{
	(void)number, (void)handler;
	return SIG_DFL;
}

#define KEY "\\Registry\\Machine\\System\\CurrentControlSet\\Control\\Class\\{4D36E972-E325-11CE-BFC1-08002BE10318}\\0000"

struct mini {
	DRIVER_OBJECT *driver;
	struct nt_devnode *node;
	struct ndis_adapter *adapter;
};
static struct mini mini;

/* A test of tcpip defines IO_HARNESS_TCPIP: the tests of ndis do not link it. */
#ifdef IO_HARNESS_TCPIP
#define host_up(host, e) tcpip_init((host), (e))
#define host_down()      tcpip_exit()
#else
#define host_up(host, e) 0
#define host_down()      (void)0
#endif

static inline void machine_up(struct nt_config config, const struct tcpip_config *host)
{
	struct err e = {0};
	if (nt_init(&config, &e)) {
		fprintf(stderr, "nt_init: %s\n", e.text);
		exit(1);
	}
	nt_thread_adopt("test");
	if (ndis_init()) {
		fprintf(stderr, "ndis_init failed\n");
		exit(1);
	}
	if (host && host_up(host, &e)) {
		fprintf(stderr, "tcpip_init: %s\n", e.text);
		exit(1);
	}
}

static inline void machine_down(bool host)
{
	if (host)
		host_down();
	ndis_exit();
	nt_exit();
}

static inline void *mini_symbol(const char *name)
{
	void *p = image_export_address(nt_driver_image(mini.driver), name);
	if (!p) {
		fprintf(stderr, "io_mini.sys exports no %s\n", name);
		exit(1);
	}
	return p;
}
#define MINI(type, name)          (*(type *)mini_symbol(#name))
#define MINI_CALL(name, ret, ...) ((ret(__attribute__((ms_abi)) *)(__VA_ARGS__))mini_symbol(#name))

static inline void *read_file(const char *path, size_t *bytes)
{
	FILE *f = fopen(path, "rb");
	if (!f)
		return NULL;
	fseek(f, 0, SEEK_END);
	*bytes = (size_t)ftell(f);
	rewind(f);
	void *p = malloc(*bytes);
	if (p && fread(p, 1, *bytes, f) != *bytes) {
		free(p);
		p = NULL;
	}
	fclose(f);
	return p;
}

static inline void mini_load(void)
{
	struct err e = {0};
	NTSTATUS status = 0;
	size_t bytes = 0;
	void *file = read_file(FLUE_DRIVER_DIR "/io_mini.sys", &bytes);
	assert_non_null(file);
	if (nt_driver_load(file, bytes, "io_mini.sys", "io_mini", &mini.driver, &status, &e)) {
		fprintf(stderr, "load: %s (0x%08x)\n", e.text, (unsigned)status);
		exit(1);
	}
	free(file);
}

/* AddDevice .. Running. */
static inline void mini_start(void)
{
	struct err e = {0};
	NTSTATUS status = 0;
	struct nt_pnp_id id = {
	        .nic = NT_NO_NIC, .device_id = "ROOT\\IOMINI", .instance_id = "0000", .driver_key = KEY, .description = "io_mini"};
	nt_reg_set_sz(KEY, "NetCfgInstanceId", "{11111111-2222-3333-4444-555555555555}");
	nt_reg_set_sz(KEY, "DriverDesc", "Flue test miniport");
	nt_reg_set_dword(KEY, "*IfType", 6);
	nt_reg_set_dword(KEY, "*MediaType", 0);
	nt_reg_set_dword(KEY, "*PhysicalMediaType", 14);
	if (nt_pnp_create(&id, &mini.node, &e) || nt_pnp_add_device(mini.node, mini.driver, &e) || nt_pnp_start(mini.node, &status, &e)) {
		fprintf(stderr, "start: %s (0x%08x)\n", e.text, (unsigned)status);
		exit(1);
	}
	mini.adapter = ndis_adapter_of(mini.node);
	if (ndis_adapter_up(mini.adapter, &e)) {
		fprintf(stderr, "up: %s\n", e.text);
		exit(1);
	}
	assert_int_equal(ndis_adapter_state(mini.adapter), NDIS_RUNNING);
}

static inline void mini_stop(bool surprise)
{
	assert_int_equal(nt_pnp_stop_remove(mini.node, surprise), 0);
	mini.node = NULL;
	mini.adapter = NULL;
}

static inline void mini_unload(void)
{
	nt_driver_unload(mini.driver);
	mini.driver = NULL;
}

/* At DISPATCH_LEVEL, as a driver's DPC would. */
#define AT_DISPATCH(statement)                                                                                                             \
	do {                                                                                                                               \
		KIRQL old_ = KfRaiseIrql(DISPATCH_LEVEL);                                                                                  \
		statement;                                                                                                                 \
		KeLowerIrql(old_);                                                                                                         \
	} while (0)

static inline void sleep_ms(unsigned ms)
{
	LARGE_INTEGER t = {.QuadPart = -(LONGLONG)ms * 10000};
	KeDelayExecutionThread(KernelMode, FALSE, &t);
}
/* Until `condition` or 5 seconds (virtual ones in serial mode). */
#define WAIT_UNTIL(condition)                                                                                                              \
	do {                                                                                                                               \
		for (unsigned i_ = 0; i_ < 5000 && !(condition); i_++)                                                                     \
			sleep_ms(1);                                                                                                       \
		assert_true(condition);                                                                                                    \
	} while (0)
