/*
 * attributes: NdisMSetMiniportAttributes, by which a miniport says what its adapter is.
 *
 * One call per structure; Header.Type tells them apart. Order: add-device attributes (from MiniportAddDevice only); then, from
 * MiniportInitializeEx only, registration, general, and the rest in any order. Everything is copied before the call returns, pointers
 * followed, because drivers pass structures on their stack (RP-036); a structure that is refused leaves nothing behind. Types that Flue
 * doesn't act on are validated and kept for `flue show`. No member beyond the Size that belongs to the Revision is read (RP-039): the
 * header is all we look at until that is settled.
 *
 * Refusals (contract 3.2): revision unknown or too new for the registered version, or size too small -> NDIS_STATUS_BAD_VERSION; unknown
 * type, wrong nested type, wrong order -> NDIS_STATUS_INVALID_PARAMETER; outside MiniportInitializeEx -> NDIS_STATUS_INVALID_STATE; a lower
 * revision than the registered version requires is refused in the strict profile only (RP-038, OQ-25). Each refusal is also a finding that
 * says why. Documentation: nf-ndis-ndismsetminiportattributes, ns-ndis-_ndis_miniport_adapter_*_attributes.
 */
#include "ndis/ndis_internal.h"
#include <stdlib.h>
#include <string.h>

#define TRACE_MAX 2048 /* bytes of one attributes call that go into its trace record */

static const struct ndis_revision rev_add_device[] = {{1, NDIS_SIZEOF_MINIPORT_ADD_DEVICE_REGISTRATION_ATTRIBUTES_REVISION_1, NDIS_V60, 0},
                                                      {0, 0, 0, 0}};
static const struct ndis_revision rev_registration[] = {
        {1, NDIS_SIZEOF_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES_REVISION_1, NDIS_V60, 0},
        {2, NDIS_SIZEOF_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES_REVISION_2, NDIS_V630, 0},
        {0, 0, 0, 0},
};
static const struct ndis_revision rev_general[] = {
        {1, NDIS_SIZEOF_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES_REVISION_1, NDIS_V60, 0},
        {2, NDIS_SIZEOF_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES_REVISION_2, NDIS_V620, 0},
        {0, 0, 0, 0},
};
static const struct ndis_revision rev_offload[] = {{1, NDIS_SIZEOF_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES_REVISION_1, NDIS_V60, 0},
                                                   {0, 0, 0, 0}};
static const struct ndis_revision rev_native80211[] = {
        {1, NDIS_SIZEOF_MINIPORT_ADAPTER_NATIVE_802_11_ATTRIBUTES_REVISION_1, NDIS_V60, 0},
        {2, NDIS_SIZEOF_MINIPORT_ADAPTER_NATIVE_802_11_ATTRIBUTES_REVISION_2, NDIS_V620, 0},
        {3, NDIS_SIZEOF_MINIPORT_ADAPTER_NATIVE_802_11_ATTRIBUTES_REVISION_3, NDIS_V630, 0},
        {0, 0, 0, 0},
};
static const struct ndis_revision rev_hardware_assist[] = {
        {1, NDIS_SIZEOF_MINIPORT_ADAPTER_HARDWARE_ASSIST_ATTRIBUTES_REVISION_1, NDIS_V61, 0},
        {2, NDIS_SIZEOF_MINIPORT_ADAPTER_HARDWARE_ASSIST_ATTRIBUTES_REVISION_2, NDIS_V620, 0},
        {3, NDIS_SIZEOF_MINIPORT_ADAPTER_HARDWARE_ASSIST_ATTRIBUTES_REVISION_3, NDIS_V630, 0},
        {4, NDIS_SIZEOF_MINIPORT_ADAPTER_HARDWARE_ASSIST_ATTRIBUTES_REVISION_4, NDIS_V650, 0},
        {0, 0, 0, 0},
};
static const struct ndis_revision rev_ndk[] = {{1, NDIS_SIZEOF_MINIPORT_ADAPTER_NDK_ATTRIBUTES_REVISION_1, NDIS_V630, 0}, {0, 0, 0, 0}};
static const struct ndis_revision rev_packet_direct[] = {
        {1, NDIS_SIZEOF_MINIPORT_ADAPTER_PACKET_DIRECT_ATTRIBUTES_REVISION_1, NDIS_V650, 0}, {0, 0, 0, 0}};

enum order { ORDER_ADD_DEVICE, ORDER_REGISTRATION, ORDER_GENERAL, ORDER_REST };
/* A nested structure with an object header of its own: copied by that header's Size. */
#define NESTED(type, member) ((uint16_t)offsetof(type, member))
#define ASSIST(member)       NESTED(NDIS_MINIPORT_ADAPTER_HARDWARE_ASSIST_ATTRIBUTES, member)
#define WIFI(member)         NESTED(NDIS_MINIPORT_ADAPTER_NATIVE_802_11_ATTRIBUTES, member)

static NDIS_STATUS take_add_device(struct ndis_adapter *a, const void *p, unsigned size);
static NDIS_STATUS take_registration(struct ndis_adapter *a, const void *p, unsigned size);
static NDIS_STATUS take_general(struct ndis_adapter *a, const void *p, unsigned size);
static NDIS_STATUS take_offload(struct ndis_adapter *a, const void *p, unsigned size);
static NDIS_STATUS take_kept(struct ndis_adapter *a, const void *p, unsigned size);

static const struct attribute_type {
	uint8_t type;
	enum order order;
	const char *name;
	const struct ndis_revision *table;
	NDIS_STATUS (*take)(struct ndis_adapter *a, const void *p, unsigned size);
	uint16_t nested[12]; /* offsets of pointers to structures with a header; 0 ends */
} types[] = {
        {NDIS_OBJECT_TYPE_MINIPORT_ADD_DEVICE_REGISTRATION_ATTRIBUTES,
         ORDER_ADD_DEVICE,
         "NDIS_MINIPORT_ADD_DEVICE_REGISTRATION_ATTRIBUTES",
         rev_add_device,
         take_add_device,
         {0}},
        {NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES,
         ORDER_REGISTRATION,
         "NDIS_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES",
         rev_registration,
         take_registration,
         {0}},
        {NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES,
         ORDER_GENERAL,
         "NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES",
         rev_general,
         take_general,
         {NESTED(NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES, RecvScaleCapabilities),
          NESTED(NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES, PowerManagementCapabilitiesEx)}},
        {NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES,
         ORDER_REST,
         "NDIS_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES",
         rev_offload,
         take_offload,
         {NESTED(NDIS_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES, DefaultOffloadConfiguration),
          NESTED(NDIS_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES, HardwareOffloadCapabilities),
          NESTED(NDIS_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES, DefaultTcpConnectionOffloadConfiguration),
          NESTED(NDIS_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES, TcpConnectionOffloadHardwareCapabilities)}},
        {NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_NATIVE_802_11_ATTRIBUTES,
         ORDER_REST,
         "NDIS_MINIPORT_ADAPTER_NATIVE_802_11_ATTRIBUTES",
         rev_native80211,
         take_kept,
         {WIFI(ExtSTAAttributes), WIFI(VWiFiAttributes), WIFI(ExtAPAttributes), WIFI(WFDAttributes)}},
        {NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_HARDWARE_ASSIST_ATTRIBUTES,
         ORDER_REST,
         "NDIS_MINIPORT_ADAPTER_HARDWARE_ASSIST_ATTRIBUTES",
         rev_hardware_assist,
         take_kept,
         {ASSIST(HDSplitAttributes), ASSIST(HardwareReceiveFilterCapabilities), ASSIST(CurrentReceiveFilterCapabilities),
          ASSIST(HardwareNicSwitchCapabilities), ASSIST(CurrentNicSwitchCapabilities), ASSIST(HardwareSriovCapabilities),
          ASSIST(CurrentSriovCapabilities), ASSIST(HardwareQosCapabilities), ASSIST(CurrentQosCapabilities),
          ASSIST(HardwareGftOffloadCapabilities), ASSIST(CurrentGftOffloadCapabilities)}},
        {NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_NDK_ATTRIBUTES,
         ORDER_REST,
         "NDIS_MINIPORT_ADAPTER_NDK_ATTRIBUTES",
         rev_ndk,
         take_kept,
         {NESTED(NDIS_MINIPORT_ADAPTER_NDK_ATTRIBUTES, NdkCapabilities)}},
        {NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_PACKET_DIRECT_ATTRIBUTES,
         ORDER_REST,
         "NDIS_MINIPORT_ADAPTER_PACKET_DIRECT_ATTRIBUTES",
         rev_packet_direct,
         take_kept,
         {0}},
};

static const struct attribute_type *type_find(uint8_t type)
{
	for (unsigned i = 0; i < ARRAY_LEN(types); i++)
		if (types[i].type == type)
			return &types[i];
	return NULL;
}

const char *ndis_attributes_name(uint8_t type)
{
	const struct attribute_type *t = type_find(type);

	return t ? t->name : "unknown attributes";
}

static const void *nested_at(const void *p, uint16_t offset)
{
	const void *n;

	memcpy(&n, (const char *)p + offset, sizeof(n));
	return n;
}

/* ---- own copies: freed by ndis_attributes_forget */
static void *keep_copy(struct ndis_adapter *a, const void *p, size_t bytes)
{
	void *copy = malloc(bytes ? bytes : 1);

	if (!copy || a->general_copies_n == ARRAY_LEN(a->general_copies)) {
		free(copy);
		return NULL;
	}
	memcpy(copy, p, bytes);
	a->general_copies[a->general_copies_n++] = copy;
	return copy;
}

static void general_forget(struct ndis_adapter *a)
{
	for (unsigned i = 0; i < a->general_copies_n; i++)
		free(a->general_copies[i]);
	a->general_copies_n = 0;
	memset(&a->general, 0, sizeof(a->general));
	a->supported = NULL;
	a->supported_n = 0;
	a->has_general = false;
}

void ndis_attributes_forget(struct ndis_adapter *a)
{
	general_forget(a);
	for (unsigned i = 0; i < a->kept_n; i++)
		free(a->kept[i].copy);
	a->kept_n = 0;
	a->has_registration = a->has_offload = false;
	a->context = NULL;
	a->attribute_flags = a->check_for_hang_seconds = 0;
	a->attribute_calls = a->offload_calls = a->attribute_failures = 0;
	ndis_store_forget(a);
}

/* ---- one function per type. `size` bytes of `p` may be read */
static NDIS_STATUS take_add_device(struct ndis_adapter *a, const void *p, unsigned size)
{
	const NDIS_MINIPORT_ADD_DEVICE_REGISTRATION_ATTRIBUTES *r = p;

	a->add_device_context = r->MiniportAddDeviceContext;
	a->add_device_flags = r->Flags;
	a->has_add_device = true;
	return NDIS_STATUS_SUCCESS;
}

static NDIS_STATUS take_registration(struct ndis_adapter *a, const void *p, unsigned size)
{
	const NDIS_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES *r = p;

	a->context = r->MiniportAdapterContext;
	a->attribute_flags = r->AttributeFlags;
	a->check_for_hang_seconds = r->CheckForHangTimeInSeconds;
	a->interface_type = r->InterfaceType;
	a->has_registration = true;
	return NDIS_STATUS_SUCCESS;
}

static NDIS_STATUS take_general(struct ndis_adapter *a, const void *p, unsigned size)
{
	NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES g;
	bool fine = true;

	memset(&g, 0, sizeof(g));
	memcpy(&g, p, size < sizeof(g) ? size : sizeof(g));
	if (g.MacAddressLength > sizeof(g.CurrentMacAddress) || (g.SupportedOidListLength && !g.SupportedOidList)) {
		ndis_finding(a, "attributes",
		             "general attributes: MacAddressLength %u, SupportedOidListLength %u with list %p make no sense",
		             g.MacAddressLength, g.SupportedOidListLength, (void *)g.SupportedOidList);
		return NDIS_STATUS_INVALID_PARAMETER;
	}
	general_forget(a);
	if (g.PowerManagementCapabilities)
		fine &= !!(g.PowerManagementCapabilities =
		                   keep_copy(a, g.PowerManagementCapabilities, sizeof(*g.PowerManagementCapabilities)));
	if (g.RecvScaleCapabilities)
		fine &= !!(g.RecvScaleCapabilities = keep_copy(a, g.RecvScaleCapabilities, g.RecvScaleCapabilities->Header.Size));
	if (g.PowerManagementCapabilitiesEx)
		fine &= !!(g.PowerManagementCapabilitiesEx =
		                   keep_copy(a, g.PowerManagementCapabilitiesEx, g.PowerManagementCapabilitiesEx->Header.Size));
	if (g.SupportedOidListLength)
		fine &= !!(g.SupportedOidList = keep_copy(a, g.SupportedOidList, g.SupportedOidListLength));
	if (!fine) {
		general_forget(a);
		return NDIS_STATUS_RESOURCES;
	}
	a->general = g;
	a->general_revision = g.Header.Revision;
	a->supported = g.SupportedOidList;
	a->supported_n = g.SupportedOidListLength / sizeof(NDIS_OID);
	memset(&a->link_state, 0, sizeof(a->link_state));
	a->link_state.Header.Type = NDIS_OBJECT_TYPE_DEFAULT;
	a->link_state.Header.Revision = NDIS_LINK_STATE_REVISION_1;
	a->link_state.Header.Size = NDIS_SIZEOF_LINK_STATE_REVISION_1;
	a->link_state.MediaConnectState = g.MediaConnectState;
	a->link_state.MediaDuplexState = g.MediaDuplexState;
	a->link_state.XmitLinkSpeed = g.XmitLinkSpeed;
	a->link_state.RcvLinkSpeed = g.RcvLinkSpeed;
	a->link_state.PauseFunctions = g.SupportedPauseFunctions;
	a->link_state.AutoNegotiationFlags = g.AutoNegotiationFlags;
	a->has_general = true;
	return NDIS_STATUS_SUCCESS;
}

/* All four are judged before any is stored. A pointer that is NULL: CUR counts as zero, HW as equal to CUR (OQ-02); both NULL: never
 * reported. */
static NDIS_STATUS take_offload(struct ndis_adapter *a, const void *p, unsigned size)
{
	const NDIS_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES *o = p;
	const void *given[NDIS_STORES] = {
	        [NDIS_TASK_CUR] = o->DefaultOffloadConfiguration,
	        [NDIS_TASK_HW] = o->HardwareOffloadCapabilities,
	        [NDIS_CONN_CUR] = o->DefaultTcpConnectionOffloadConfiguration,
	        [NDIS_CONN_HW] = o->TcpConnectionOffloadHardwareCapabilities,
	};

	for (unsigned i = 0; i < NDIS_STORES; i++) {
		enum ndis_check c =
		        given[i] ? ndis_store_check(a, i, given[i], ((const NDIS_OBJECT_HEADER *)given[i])->Size) : NDIS_CHECK_OK;

		if (c == NDIS_CHECK_OK || (c == NDIS_CHECK_OLD && !ndis.strict))
			continue;
		const NDIS_OBJECT_HEADER *h = given[i];
		ndis_finding(a,
		             c == NDIS_CHECK_OLD    ? "RP-038"
		             : c == NDIS_CHECK_TYPE ? (i < NDIS_CONN_CUR ? "RP-046" : "RP-146")
		                                    : "RP-037",
		             "%s refused: %s (Type 0x%02X Revision %u Size %u, driver registered as NDIS %u.%u)", ndis_store_name(i),
		             ndis_check_text(c), h->Type, h->Revision, h->Size, a->driver->version >> 16, a->driver->version & 0xffff);
		return c == NDIS_CHECK_TYPE ? NDIS_STATUS_INVALID_PARAMETER : NDIS_STATUS_BAD_VERSION;
	}
	if (a->offload_calls++)
		ndis_finding(a, "RP-043", "offload attributes were set %u times in one initialization; the last call counts",
		             a->offload_calls);
	for (unsigned cur = NDIS_TASK_CUR; cur <= NDIS_CONN_CUR; cur += 2) {
		unsigned hw = cur + 1;

		if (given[cur])
			ndis_store_put(a, cur, given[cur], ((const NDIS_OBJECT_HEADER *)given[cur])->Size);
		else if (given[hw])
			ndis_store_put_zero(a, cur, given[hw]);
		if (given[hw])
			ndis_store_put(a, hw, given[hw], ((const NDIS_OBJECT_HEADER *)given[hw])->Size);
		else if (given[cur])
			ndis_store_put(a, hw, given[cur], ((const NDIS_OBJECT_HEADER *)given[cur])->Size);
	}
	a->has_offload = true;
	return NDIS_STATUS_SUCCESS;
}

/* Validated and kept, not acted upon. The pointers inside the copy are the driver's and are not followed again. */
static NDIS_STATUS take_kept(struct ndis_adapter *a, const void *p, unsigned size)
{
	const NDIS_OBJECT_HEADER *h = p;
	void *copy = malloc(size);
	unsigned i;

	if (!copy)
		return NDIS_STATUS_RESOURCES;
	memcpy(copy, p, size);
	for (i = 0; i < a->kept_n && a->kept[i].type != h->Type; i++)
		;
	if (i == a->kept_n)
		a->kept_n++;
	else
		free(a->kept[i].copy);
	a->kept[i].type = h->Type;
	a->kept[i].revision = h->Revision;
	a->kept[i].size = size;
	a->kept[i].copy = copy;
	return NDIS_STATUS_SUCCESS;
}

/* ---- the call */
static void trace_call(struct ndis_adapter *a, const struct attribute_type *t, const void *p, unsigned size, NDIS_STATUS status)
{
	uint8_t bytes[TRACE_MAX];
	const NDIS_OBJECT_HEADER *h = p;
	struct trace_struct s = {.code = h->Type, .result = (uint32_t)status, .given = h->Size};
	unsigned n = size < sizeof(bytes) ? size : sizeof(bytes);

	memcpy(bytes, p, n);
	/* Of nested structures the driver's own Size counts only where it was found valid, that is, when the call succeeded. */
	for (unsigned i = 0;
	     t && status == NDIS_STATUS_SUCCESS && i < ARRAY_LEN(t->nested) && t->nested[i] && t->nested[i] + sizeof(void *) <= size; i++) {
		const NDIS_OBJECT_HEADER *nested = nested_at(p, t->nested[i]);

		if (nested && nested->Size <= sizeof(bytes) - n) {
			memcpy(bytes + n, nested, nested->Size);
			n += nested->Size;
		}
	}
	s.bytes = n;
	trace_write2(TRACE_ATTRIBUTES, a->trace_nic, 0, t ? t->name : "NdisMSetMiniportAttributes", &s, sizeof(s), bytes, n);
}

static NDIS_STATUS check_order(struct ndis_adapter *a, const struct attribute_type *t)
{
	if (t->order == ORDER_ADD_DEVICE) {
		if (a->in_add_device)
			return NDIS_STATUS_SUCCESS;
		ndis_finding(a, "attributes", "%s belong into MiniportAddDevice", t->name);
		return NDIS_STATUS_INVALID_STATE;
	}
	if (!a->in_initialize) { /* RP-044 */
		ndis_finding(a, "RP-027", "%s set outside MiniportInitializeEx (adapter state %s); refused", t->name,
		             ndis_adapter_state_name(a->state));
		return NDIS_STATUS_INVALID_STATE;
	}
	if (t->order != ORDER_REGISTRATION && !a->has_registration) {
		ndis_finding(a, "RP-023", "%s set before registration attributes; refused", t->name);
		return NDIS_STATUS_INVALID_PARAMETER;
	}
	if (t->order == ORDER_REST && !a->has_general) {
		ndis_finding(a, "RP-026", "%s set before general attributes; refused", t->name);
		return NDIS_STATUS_INVALID_PARAMETER;
	}
	return NDIS_STATUS_SUCCESS;
}

NDIS_STATUS NTAPI NdisMSetMiniportAttributes(NDIS_HANDLE NdisMiniportHandle, PNDIS_MINIPORT_ADAPTER_ATTRIBUTES MiniportAttributes)
{
	struct ndis_adapter *a = ndis_adapter_of_handle(NdisMiniportHandle, "NdisMSetMiniportAttributes");
	const NDIS_OBJECT_HEADER *h = (const NDIS_OBJECT_HEADER *)MiniportAttributes;
	const struct attribute_type *t;
	enum ndis_check check;
	NDIS_STATUS status;
	unsigned size = sizeof(*h);

	if (!a || !h) /* RP-042 */
		return NDIS_STATUS_INVALID_PARAMETER;
	a->attribute_calls++;
	t = type_find(h->Type);
	if (!t) {
		ndis_finding(a, "RP-031", "NdisMSetMiniportAttributes: Header.Type 0x%02X is no attributes structure", h->Type);
		status = NDIS_STATUS_INVALID_PARAMETER;
		goto out;
	}
	status = check_order(a, t);
	if (status != NDIS_STATUS_SUCCESS)
		goto out;
	check = ndis_header_check(h, h->Size, t->type, t->table, a->driver->version, &size);
	if (check != NDIS_CHECK_OK && !(check == NDIS_CHECK_OLD && !ndis.strict)) {
		ndis_finding(a,
		             check == NDIS_CHECK_OLD    ? "RP-038"
		             : check == NDIS_CHECK_SIZE ? "RP-039"
		                                        : "RP-037",
		             "%s refused: %s (Revision %u Size %u, driver registered as NDIS %u.%u)", t->name, ndis_check_text(check),
		             h->Revision, h->Size, a->driver->version >> 16, a->driver->version & 0xffff);
		status = NDIS_STATUS_BAD_VERSION;
		size = sizeof(*h);
		goto out;
	}
	status = t->take(a, h, size);
out:
	if (status != NDIS_STATUS_SUCCESS)
		a->attribute_failures++;
	trace_call(a, t, h, size, status);
	return status;
}
