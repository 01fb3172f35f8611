/*
 * state: the documented adapter states and what each allows (adapter-states-of-a-miniport-driver, miniport-adapter-states-and-operations).
 *
 *   Halted -> Initializing -> Paused -> Restarting -> Running -> Pausing -> Paused -> Halted;  Shutdown from the four in the middle, for
 * good.
 *
 * OIDs go to the driver in Paused, Restarting, Running and Pausing only (RP-012). A reset does not change the state.
 */
#include "ndis/ndis_internal.h"
#include <string.h>

static const char *const names[] = {
        [NDIS_HALTED] = "Halted",   [NDIS_INITIALIZING] = "Initializing", [NDIS_PAUSED] = "Paused",     [NDIS_RESTARTING] = "Restarting",
        [NDIS_RUNNING] = "Running", [NDIS_PAUSING] = "Pausing",           [NDIS_SHUTDOWN] = "Shutdown",
};

const char *ndis_adapter_state_name(enum ndis_adapter_state s)
{
	return s < ARRAY_LEN(names) ? names[s] : "?";
}

enum ndis_adapter_state ndis_adapter_state(const struct ndis_adapter *a)
{
	return a->state;
}

bool ndis_state_takes_oids(enum ndis_adapter_state s)
{
	return s == NDIS_PAUSED || s == NDIS_RESTARTING || s == NDIS_RUNNING || s == NDIS_PAUSING;
}

/* What may follow what. A breach is a defect of ours, not of a driver, and is said as such. */
static bool step_legal(enum ndis_adapter_state from, enum ndis_adapter_state to)
{
	switch (to) {
	case NDIS_HALTED:
		return from == NDIS_PAUSED || from == NDIS_INITIALIZING;
	case NDIS_INITIALIZING:
		return from == NDIS_HALTED;
	case NDIS_PAUSED:
		return from == NDIS_INITIALIZING || from == NDIS_PAUSING || from == NDIS_RESTARTING;
	case NDIS_RESTARTING:
		return from == NDIS_PAUSED;
	case NDIS_RUNNING:
		return from == NDIS_RESTARTING;
	case NDIS_PAUSING:
		return from == NDIS_RUNNING;
	case NDIS_SHUTDOWN:
		return ndis_state_takes_oids(from);
	}
	return false;
}

void ndis_set_state(struct ndis_adapter *a, enum ndis_adapter_state s)
{
	enum ndis_adapter_state from;
	KIRQL old;

	KeAcquireSpinLock(&a->lock, &old);
	from = a->state;
	a->state = s;
	KeReleaseSpinLock(&a->lock, old);
	if (!step_legal(from, s))
		ndis_finding(a, "flue", "adapter state %s cannot follow %s (a defect of Flue)", names[s], names[from]);
	trace_write(TRACE_STATE, a->trace_nic, 0, a->instance_name, names[s], strlen(names[s]));
	ndis_publish(a);
}
