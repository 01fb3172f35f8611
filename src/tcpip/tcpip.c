/*
 * The host stack's protocol driver: registration, and the list of bindings. See stack.h for how the parts work together.
 * learn.microsoft.com/windows-hardware/drivers/network/initializing-a-protocol-driver
 */
#include "tcpip/path.h"
#include "tcpip/stack.h"
#include <string.h>

#define STACK_TAG 0x50495054u /* "TPIP" */

struct stack stack;

void *stack_alloc(size_t bytes)
{
	void *p = ExAllocatePoolWithTag(NonPagedPool, bytes, STACK_TAG);
	if (p)
		memset(p, 0, bytes);
	return p;
}

void stack_free(void *p)
{
	if (p)
		ExFreePoolWithTag(p, STACK_TAG);
}

int tcpip_init(const struct tcpip_config *config, struct err *e)
{
	static const WCHAR name[] = {'T', 'C', 'P', 'I', 'P', 0};
	if (stack.up)
		return err_set(e, EALREADY, "the host stack is up already");
	memset(&stack, 0, sizeof(stack));
	stack.ndis_version = NdisGetVersion();
	stack.disable_task_offload = config->disable_task_offload;
	stack.on_pause = config->on_pause;
	stack.net = config->net;
	KeInitializeSpinLock(&stack.lock);
	list_init(&stack.bindings);

	const unsigned minor = stack.ndis_version & 0xffff;
	NDIS_PROTOCOL_DRIVER_CHARACTERISTICS c = {
	        .Header = {.Type = NDIS_OBJECT_TYPE_PROTOCOL_DRIVER_CHARACTERISTICS,
	                   .Revision = minor >= 1 ? NDIS_PROTOCOL_DRIVER_CHARACTERISTICS_REVISION_2
	                                          : NDIS_PROTOCOL_DRIVER_CHARACTERISTICS_REVISION_1,
	                   .Size = minor >= 1 ? NDIS_SIZEOF_PROTOCOL_DRIVER_CHARACTERISTICS_REVISION_2
	                                      : NDIS_SIZEOF_PROTOCOL_DRIVER_CHARACTERISTICS_REVISION_1},
	        .MajorNdisVersion = (UCHAR)(stack.ndis_version >> 16),
	        .MinorNdisVersion = (UCHAR)minor,
	        .MajorDriverVersion = 1,
	        .Name = {.Buffer = (PWSTR)(uintptr_t)name, .Length = sizeof(name) - sizeof(WCHAR), .MaximumLength = sizeof(name)},
	        .SetOptionsHandler = stack_set_options,
	        .BindAdapterHandlerEx = stack_bind,
	        .UnbindAdapterHandlerEx = stack_unbind,
	        .OpenAdapterCompleteHandlerEx = stack_open_complete,
	        .CloseAdapterCompleteHandlerEx = stack_close_complete,
	        .NetPnPEventHandler = stack_pnp_event,
	        .OidRequestCompleteHandler = stack_oid_complete,
	        .StatusHandlerEx = stack_status,
	        .ReceiveNetBufferListsHandler = rx_receive,
	        .SendNetBufferListsCompleteHandler = tx_complete,
	};
	/* Binds may begin before it returns; they need no handle but stack.protocol, which NDIS writes first. */
	const NDIS_STATUS status = NdisRegisterProtocolDriver(&stack, &c, &stack.protocol);
	if (status != NDIS_STATUS_SUCCESS)
		return err_set(e, EIO, "NdisRegisterProtocolDriver(TCPIP, %u.%u) returned 0x%08X", c.MajorNdisVersion, c.MinorNdisVersion,
		               (unsigned)status);
	stack.up = true;
	return 0;
}

void tcpip_exit(void)
{
	if (!stack.up)
		return;
	NdisDeregisterProtocolDriver(stack.protocol); /* unbinds everything first */
	stack.up = false;
}

void tcpip_set_on_pause(enum tcpip_on_pause p)
{
	stack.on_pause = p;
}
