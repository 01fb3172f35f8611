/* What tests of the chimney share: chimney_target.sys as the miniport, and what it saw. Include after io_harness.h's switches. */
#pragma once
#include "io_harness.h"
#include "../drivers/chimney_target.h"
#include "ndis/ndis_internal.h"

static struct target *T;

static inline void target_load(void)
{
	struct err e = {0};
	NTSTATUS status = 0;
	size_t bytes = 0;
	void *file = read_file(FLUE_DRIVER_DIR "/chimney_target.sys", &bytes);
	assert_non_null(file);
	if (nt_driver_load(file, bytes, "chimney_target.sys", "chimney_target", &mini.driver, &status, &e))
		fail_msg("load: %s (0x%08x)", e.text, (unsigned)status);
	free(file);
	T = mini_symbol("target");
}
#define target_data(o, n)           MINI_CALL(target_data, ULONG, struct target_object *, ULONG)(o, n)
#define target_ack(o, n)            MINI_CALL(target_ack, void, struct target_object *, ULONG)(o, n)
#define target_event(h, t, i)       MINI_CALL(target_event, void, void *, ULONG, ULONG)(h, t, i)
#define target_indicate(h, s, n, c) MINI_CALL(target_indicate, LONG, void *, ULONG, ULONG, ULONG *)(h, s, n, c)
#define target_complete(k, n, s)    MINI_CALL(target_complete, void, ULONG, NET_BUFFER_LIST *, LONG)(k, n, s)
#define target_pick(o, k, n)        MINI_CALL(target_pick, NET_BUFFER_LIST *, struct target_object *, ULONG, ULONG)(o, k, n)
#define target_neighbor(h, a, b)    MINI_CALL(target_neighbor_query, LONG, void *, ULONG, ULONG)(h, a, b)
#define target_run()                MINI_CALL(target_run, ULONG, void)()
#define target_waiting()            MINI_CALL(target_waiting, ULONG, void)()
#define target_finish_inside()      MINI_CALL(target_finish_inside, void, void)()

/* The n-th offloaded object of a layer, NULL. */
static inline struct target_object *target_nth(unsigned layer, unsigned n)
{
	for (unsigned i = 0; i < TARGET_OBJECTS; i++)
		if (T->object[i].used && T->object[i].layer == layer && !n--)
			return &T->object[i];
	return NULL;
}
/* Findings of a rule since the adapter started; "" counts all. */
static inline unsigned findings_of(const char *rule)
{
	unsigned n = 0;
	const unsigned kept = ARRAY_LEN(mini.adapter->finding);
	for (unsigned i = 0; i < kept && i < mini.adapter->findings; i++)
		n += !strncmp(mini.adapter->finding[i], rule, strlen(rule));
	return n;
}
static inline void forget_findings(void)
{
	memset(mini.adapter->finding, 0, sizeof mini.adapter->finding);
	mini.adapter->findings = 0;
}
#define NO_FINDING()                                                                                                                       \
	do {                                                                                                                               \
		if (mini.adapter->findings)                                                                                                \
			fail_msg("finding: %s", mini.adapter->finding[(mini.adapter->findings - 1) % ARRAY_LEN(mini.adapter->finding)]);   \
	} while (0)
#define FOUND(rule)                                                                                                                        \
	do {                                                                                                                               \
		if (!findings_of(rule))                                                                                                    \
			fail_msg("no finding %s; last: %s", rule, nt_finding_last());                                                      \
		forget_findings();                                                                                                         \
	} while (0)
