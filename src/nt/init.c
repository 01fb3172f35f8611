/*
 * Starting and ending the executive. Order: memory and registry (exec), then clock, processors, scheduler; threads of ours start when first
 * needed.
 */
#include "nt/core.h"
#include "trace/trace.h"

int nt_init(const struct nt_config *config, struct err *e)
{
	int rc;

	nt_crash_init(config);
	nt_finding_reset();
	nt_bugcheck_init();
	nt_processor_init(config->cpus ? config->cpus : 4);
	nt_dpc_init();
	nt_timer_init();
	nt_workitem_init();
	nt_thread_init();
	nt_sched_init(config);
	rc = nt_exec_init(config, e);
	if (rc)
		return rc;
	nt_kuser_init();
	nt_host_init();
	nt_clock_init();
	return 0;
}

void nt_exit(void)
{
	nt_interrupt_exit();
	nt_thread_exit_all();
	nt_clock_exit();
	if (nt_self() && nt_self()->kind == NT_ADOPTED)
		nt_thread_release();
	nt_thread_forget_stacks();
	nt_exec_exit();
	nt_sched_exit();
	if (trace_sink && trace_sink->stamp == nt_trace_stamp)
		trace_sink->stamp = NULL;
}
