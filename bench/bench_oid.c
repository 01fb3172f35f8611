/*
 * What a capability OID costs inside the machine: NDIS answers it from what the driver pushed. One process, a real driver (faulty_none.sys,
 * which is right in everything), no sandbox. Prints bench.py's lines: what|unit|limit|values.
 */
#include "ndis/ndis_host.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define KEY   "\\Registry\\Machine\\System\\CurrentControlSet\\Control\\Class\\{4D36E972-E325-11CE-BFC1-08002BE10318}\\0000"
#define BATCH 20000
#define RUNS  15

static void *slurp(const char *path, size_t *bytes)
{
	FILE *f = fopen(path, "rb");
	if (!f)
		return NULL;
	fseek(f, 0, SEEK_END);
	*bytes = (size_t)ftell(f);
	rewind(f);
	void *p = malloc(*bytes);
	if (p && fread(p, 1, *bytes, f) != *bytes)
		*bytes = 0;
	fclose(f);
	return p;
}

static struct ndis_adapter *bring_up(const char *dir)
{
	char path[4096];
	struct nt_config config = nt_test_config();
	struct nt_pnp_id id = {
	        .nic = NT_NO_NIC, .device_id = "ROOT\\FAULTY_NONE", .instance_id = "0000", .driver_key = KEY, .description = "bench"};
	struct nt_devnode *node;
	DRIVER_OBJECT *driver;
	NTSTATUS status = 0;
	struct err e = {0};
	size_t bytes = 0;

	snprintf(path, sizeof path, "%s/faulty_none.sys", dir);
	void *file = slurp(path, &bytes);
	if (!file || nt_init(&config, &e))
		return NULL;
	nt_thread_adopt("bench");
	ndis_init();
	nt_reg_set_sz(KEY, "*IfType", "6");
	nt_reg_set_sz(KEY, "*MediaType", "0");
	nt_reg_set_sz(KEY, "*PhysicalMediaType", "14");
	if (nt_driver_load(file, bytes, "faulty_none.sys", "faulty_none", &driver, &status, &e) || nt_pnp_create(&id, &node, &e) ||
	    nt_pnp_add_device(node, driver, &e) || nt_pnp_start(node, &status, &e) || ndis_adapter_up(ndis_adapter_of(node), &e)) {
		fprintf(stderr, "bench_oid: %s (0x%08x)\n", e.text, (unsigned)status);
		return NULL;
	}
	return ndis_adapter_of(node);
}

int main(int argc, char **argv)
{
	struct ndis_adapter *a = argc > 1 ? bring_up(argv[1]) : NULL;
	_Alignas(8) char buffer[512];

	if (!a)
		return 3;
	printf("NdisOidRequest OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG|us|1|");
	for (int run = 0; run < RUNS; run++) {
		uint64_t t = clock_mono_ns();
		for (int i = 0; i < BATCH; i++) {
			struct ndis_oid_call c = {.type = NdisRequestQueryInformation,
			                          .oid = OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG,
			                          .buffer = buffer,
			                          .out_length = sizeof buffer};
			if (ndis_adapter_oid(a, &c) != NDIS_STATUS_SUCCESS || c.written != 20)
				return 1;
		}
		printf("%.4f ", (double)(clock_mono_ns() - t) / BATCH / 1000);
	}
	printf("\n");
	fflush(stdout);
	_Exit(0);
}
