/*
 * Status indications, at up to DISPATCH_LEVEL: the buffer is copied, the view replaced, the rest left to the work item.
 *
 * NDIS_STATUS_OFFLOAD_PAUSE means that no connection is offloaded any more until NDIS_STATUS_OFFLOAD_RESUME and a fresh look at the
 * capabilities. Whether those that are offloaded come up is the policy of contract OQ-27: upload (the default) or hold.
 * NDIS_STATUS_UPLOAD_ALL brings them up whatever the policy says, and stops offloading as well.
 * learn.microsoft.com/windows-hardware/drivers/network/ndis-status-offload-pause, -resume, -upload-all,
 * ndis-status-task-offload-current-config
 */
#include "tcpip/path.h"
#include "tcpip/stack.h"
#include <stdio.h>
#include <string.h>

static void offload_pause(struct binding *b, bool all)
{
	const char *event = all ? "NDIS_STATUS_UPLOAD_ALL" : "NDIS_STATUS_OFFLOAD_PAUSE";
	const bool upload = all || stack.on_pause == TCPIP_UPLOAD;
	KIRQL old;
	KeAcquireSpinLock(&b->lock, &old);
	b->generation++;
	b->phase = PHASE_PAUSED;
	if (all) {
		b->upload_all = true;
		b->uploads++;
	} else {
		b->pauses++;
	}
	KeReleaseSpinLock(&b->lock, old);
	const unsigned n = conn_offloaded(&b->connections);
	if (upload)
		stack_note(b, event, "host stack: no new offloads; upload %u connections", n);
	else
		stack_note(b, event, "host stack: no new offloads; hold %u connections where they are", n);
	stack_work(b, upload && n ? WORK_UPLOAD : WORK_CAN);
}

static void offload_resume(struct binding *b, const NDIS_STATUS_INDICATION *s)
{
	KIRQL old;
	KeAcquireSpinLock(&b->lock, &old);
	b->generation++;
	b->resumes++;
	b->phase = PHASE_RESUMING;
	/* The buffer is the new report; what counts for the stack is NDIS's answer, which it asks for at PASSIVE_LEVEL. */
	if (s->StatusBuffer && s->StatusBufferSize >= sizeof(NDIS_OBJECT_HEADER)) {
		b->connection_size = s->StatusBufferSize < sizeof(b->connection) ? s->StatusBufferSize : sizeof(b->connection);
		memset(&b->connection, 0, sizeof(b->connection));
		memcpy(&b->connection, s->StatusBuffer, b->connection_size);
		b->connection_from = "status";
	}
	KeReleaseSpinLock(&b->lock, old);
	stack_work(b, WORK_REQUERY);
}

static void task_changed(struct binding *b, const NDIS_STATUS_INDICATION *s)
{
	ULONG encapsulations;
	KIRQL old;
	if (!s->StatusBuffer || s->StatusBufferSize < sizeof(NDIS_OBJECT_HEADER))
		return;
	KeAcquireSpinLock(&b->lock, &old);
	const bool had = view_task_any(b, &encapsulations);
	b->task_size = s->StatusBufferSize < sizeof(b->task) ? s->StatusBufferSize : sizeof(b->task);
	memset(&b->task, 0, sizeof(b->task));
	memcpy(&b->task, s->StatusBuffer, b->task_size);
	b->task_from = "status";
	b->task_changes++;
	const bool has = view_task_any(b, &encapsulations), first = has && b->encapsulation == SET_NEVER && !b->task_disabled;
	KeReleaseSpinLock(&b->lock, old);
	path_caps(b);
	stack_work(b, WORK_NET);
	if (had != has)
		stack_note(b, "NDIS_STATUS_TASK_OFFLOAD_CURRENT_CONFIG", "host stack: %s",
		           has ? "task offload is offered now" : "no task offload is left to use");
	if (first) /* nothing was worth activating before */
		stack_work(b, WORK_ENCAPSULATE);
}

static void encapsulation_changed(struct binding *b, const NDIS_STATUS_INDICATION *s)
{
	KIRQL old;
	if (!s->StatusBuffer || s->StatusBufferSize < NDIS_SIZEOF_OFFLOAD_ENCAPSULATION_REVISION_1)
		return;
	KeAcquireSpinLock(&b->lock, &old);
	memcpy(&b->encapsulation_value, s->StatusBuffer, sizeof(b->encapsulation_value));
	b->encapsulation =
	        b->encapsulation_value.IPv4.Enabled == NDIS_OFFLOAD_SET_ON || b->encapsulation_value.IPv6.Enabled == NDIS_OFFLOAD_SET_ON
	                ? SET_DONE
	                : SET_FAILED;
	b->encapsulation_status = NDIS_STATUS_SUCCESS;
	KeReleaseSpinLock(&b->lock, old);
	path_caps(b);
	stack_work(b, WORK_NET);
	stack_note(b, "NDIS_STATUS_OFFLOAD_ENCASPULATION_CHANGE", "host stack: the driver changed the encapsulation itself");
}

static void link_changed(struct binding *b, const NDIS_STATUS_INDICATION *s)
{
	const NDIS_LINK_STATE *l = s->StatusBuffer;
	KIRQL old;
	if (!l || s->StatusBufferSize < NDIS_SIZEOF_LINK_STATE_REVISION_1)
		return;
	KeAcquireSpinLock(&b->lock, &old);
	const bool changed = b->connect != l->MediaConnectState;
	b->connect = l->MediaConnectState;
	b->xmit_speed = l->XmitLinkSpeed;
	b->rcv_speed = l->RcvLinkSpeed;
	KeReleaseSpinLock(&b->lock, old);
	stack_work(b, WORK_NET);
	if (changed)
		stack_note(b, "NDIS_STATUS_LINK_STATE", "host stack: link %s",
		           l->MediaConnectState == MediaConnectStateConnected      ? "up"
		           : l->MediaConnectState == MediaConnectStateDisconnected ? "down"
		                                                                   : "unknown");
}

void NTAPI stack_status(NDIS_HANDLE context, PNDIS_STATUS_INDICATION s)
{
	struct binding *b = context;
	KIRQL old;
	KeAcquireSpinLock(&b->lock, &old);
	b->statuses++;
	const bool closing = b->closing;
	KeReleaseSpinLock(&b->lock, old);
	if (closing)
		return;
	switch (s->StatusCode) {
	case NDIS_STATUS_OFFLOAD_PAUSE:
		offload_pause(b, false);
		break;
	case NDIS_STATUS_UPLOAD_ALL:
		offload_pause(b, true);
		break;
	case NDIS_STATUS_OFFLOAD_RESUME:
		offload_resume(b, s);
		break;
	case NDIS_STATUS_TASK_OFFLOAD_CURRENT_CONFIG:
		task_changed(b, s);
		break;
	case NDIS_STATUS_OFFLOAD_ENCASPULATION_CHANGE:
		encapsulation_changed(b, s);
		break;
	case NDIS_STATUS_LINK_STATE:
		link_changed(b, s);
		break;
	case NDIS_STATUS_RESET_START:
	case NDIS_STATUS_RESET_END:
		KeAcquireSpinLock(&b->lock, &old);
		b->resetting = s->StatusCode == NDIS_STATUS_RESET_START;
		b->resets += b->resetting;
		KeReleaseSpinLock(&b->lock, old);
		break;
	default: /* hardware capabilities are the administrator's business; the rest is none of the stack's */
		break;
	}
}
