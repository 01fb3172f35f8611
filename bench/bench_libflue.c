/*
 * The report from outside: the published page, a real OID round trip, and 1,000 pause/resume cycles (OID_TCP_OFFLOAD_PARAMETERS turning
 * IPv6 connections off and on, which takes the driver through NDIS_STATUS_OFFLOAD_PAUSE and _RESUME each time), with the pool's size before
 * and after. argv[1]: toe.sys. Prints bench.py's lines: what|unit|limit|values.
 */
#include "base/base.h"
#include <flue/flue.h>
#include <ndis.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define RUNS     15
#define PAGE_N   100000
#define OID_N    500
#define CYCLES_N 1000

static void die(const char *what, const struct flue_error *e)
{
	fprintf(stderr, "bench_libflue: %s: %s\n", what, e->text);
	exit(3);
}

static double pool_bytes(struct flue_nic *nic)
{
	struct flue_error e;
	char *json = NULL, *at;
	if (flue_ask(nic, "stats", NULL, &json, &e))
		die("stats", &e);
	at = strstr(json, "\"bytes\":");
	double v = at ? strtod(at + 8, NULL) : -1;
	free(json);
	return v;
}

static void set_ipv6(struct flue_nic *nic, UCHAR value)
{
	NDIS_OFFLOAD_PARAMETERS p;
	struct flue_oid o = {.size = sizeof o, .type = FLUE_SET, .oid = OID_TCP_OFFLOAD_PARAMETERS, .buffer = &p, .in_length = sizeof p};
	struct flue_error e;
	memset(&p, 0, sizeof p);
	p.Header.Type = NDIS_OBJECT_TYPE_DEFAULT;
	p.Header.Revision = NDIS_OFFLOAD_PARAMETERS_REVISION_5;
	p.Header.Size = NDIS_SIZEOF_OFFLOAD_PARAMETERS_REVISION_5;
	p.TcpConnectionIPv6 = value;
	if (flue_oid(nic, &o, &e))
		die("OID_TCP_OFFLOAD_PARAMETERS", &e);
	if (o.status)
		exit(1);
}

int main(int argc, char **argv)
{
	struct flue_options options = {.size = sizeof options, .driver = argc > 1 ? argv[1] : "toe.sys", .nic = "toe"};
	struct flue_capabilities c = {.size = sizeof c};
	struct flue_error e;
	struct flue_nic *nic;
	char buffer[64];

	if (flue_run(&options, &nic, &e))
		die("run", &e);
	printf("libflue: published page, connection offload|us|1|");
	for (int run = 0; run < RUNS; run++) {
		uint64_t t = clock_mono_ns();
		for (int i = 0; i < PAGE_N; i++)
			if (flue_published(nic, OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG, buffer, sizeof buffer) != 20)
				return 1;
		printf("%.4f ", (double)(clock_mono_ns() - t) / PAGE_N / 1000);
	}
	printf("\nlibflue: OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG round trip|us|60|");
	for (int run = 0; run < RUNS; run++) {
		struct flue_oid o = {.size = sizeof o,
		                     .type = FLUE_QUERY,
		                     .oid = OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG,
		                     .buffer = buffer,
		                     .out_length = sizeof buffer};
		uint64_t t = clock_mono_ns();
		for (int i = 0; i < OID_N; i++)
			if (flue_oid(nic, &o, &e) || o.status || o.written != 20)
				return 1;
		printf("%.2f ", (double)(clock_mono_ns() - t) / OID_N / 1000);
	}
	double before = 0;
	printf("\n%d pause/resume cycles|cycles/s|-|", CYCLES_N);
	for (int run = 0; run < 5; run++) {
		uint64_t t = clock_mono_ns();
		for (int i = 0; i < CYCLES_N; i++) {
			set_ipv6(nic, i & 1 ? 2 : 1);
			if (flue_capabilities(nic, &c, &e) || (c.connection_current.ipv6 == 1) != (i & 1))
				return 1; /* the report must have changed when the set returns */
		}
		printf("%.0f ", CYCLES_N / ((double)(clock_mono_ns() - t) / 1e9));
		if (run == 3)
			before = pool_bytes(nic); /* the executive has started all the worker threads it needs: 2,368 bytes each */
	}
	printf("\npool growth over the last %d pause/resume cycles|bytes|0|%.0f\n", CYCLES_N, pool_bytes(nic) - before);
	return flue_close(nic, &e) ? 1 : 0;
}
