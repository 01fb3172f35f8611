/*
 * driver: registration of miniport drivers.
 *
 * NdisMRegisterMiniportDriver fills DriverObject->MajorFunction and AddDevice before it returns, because drivers replace single entries
 * right after (notes/real-drivers.md), calls MiniportSetOptions inside (RP-004), and fixes the registered NDIS version, by which every
 * later structure is read. Documentation: nf-ndis-ndismregisterminiportdriver, ns-ndis-_ndis_miniport_driver_characteristics,
 * version-information-requirements-for-ndis-drivers, configuring-optional-miniport-driver-services.
 */
#include "ndis/ndis_internal.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Every NDIS 6 that was ever released; a driver that names another number was built with a broken header. */
static const uint8_t known_minor[] = {0, 1, 20, 30, 40, 50, 51, 60, 70, 80, 81, 82, 83, 84, 85, 86, 87, 88, 89};

static const struct ndis_revision characteristics_revisions[] = {
        {1, NDIS_SIZEOF_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_1, NDIS_V60, 0},
        {2, NDIS_SIZEOF_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_2, NDIS_V61, 0},
        {3, NDIS_SIZEOF_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_3, NDIS_V680, 0},
        {0, 0, 0, 0},
};
static const struct ndis_revision pnp_revisions[] = {{1, NDIS_SIZEOF_MINIPORT_PNP_CHARACTERISTICS_REVISION_1, NDIS_V60, 0}, {0, 0, 0, 0}};

static bool version_known(unsigned major, unsigned minor)
{
	if (major != 6)
		return false;
	for (unsigned i = 0; i < ARRAY_LEN(known_minor); i++)
		if (known_minor[i] == minor)
			return true;
	return false;
}

static struct ndis_driver *driver_of_object(const DRIVER_OBJECT *object)
{
	struct ndis_driver *found = NULL;
	KIRQL old;

	KeAcquireSpinLock(&ndis.lock, &old);
	list_each(l, &ndis.drivers)
	{
		struct ndis_driver *d = base_container_of(l, struct ndis_driver, link);

		if (d->object == object)
			found = d;
	}
	KeReleaseSpinLock(&ndis.lock, old);
	return found;
}

struct ndis_driver *ndis_driver_of_object(const DRIVER_OBJECT *object)
{
	return driver_of_object(object);
}

/* NDIS's DriverUnload: MiniportDriverUnload, which must deregister (nc-ndis-miniport_driver_unload). */
static VOID NTAPI driver_unload(DRIVER_OBJECT *object)
{
	struct ndis_driver *d = driver_of_object(object);

	if (!d)
		return;
	if (d->chars.UnloadHandler)
		NDIS_CALLBACK_VOID(0xff, "MiniportDriverUnload", ndis_limits.pnp, d->chars.UnloadHandler, object);
	if (driver_of_object(object) == d) {
		ndis_finding(NULL, "unload", "MiniportDriverUnload of %s returned without calling NdisMDeregisterMiniportDriver", d->name);
		NdisMDeregisterMiniportDriver((NDIS_HANDLE)d);
	}
}

static void driver_free(struct ndis_driver *d)
{
	d->magic = NDIS_MAGIC_DEAD;
	free(d);
}

/* The entries a connectionless miniport cannot do without; NULL in any of them and the first event would jump to address 0. */
static const char *missing_handler(const NDIS_MINIPORT_DRIVER_CHARACTERISTICS *c)
{
	if (!c->InitializeHandlerEx)
		return "InitializeHandlerEx";
	if (!c->HaltHandlerEx)
		return "HaltHandlerEx";
	if (!c->UnloadHandler)
		return "UnloadHandler";
	if (!c->PauseHandler)
		return "PauseHandler";
	if (!c->RestartHandler)
		return "RestartHandler";
	if (!c->OidRequestHandler)
		return "OidRequestHandler";
	return NULL;
}

/* DriverObject->Driver*: what NDIS takes over. NDIS's PnP, power and WMI; everything else is refused unless NdisRegisterDeviceEx made the
 * device. */
static void take_over(struct ndis_driver *d)
{
	for (unsigned i = 0; i <= IRP_MJ_MAXIMUM_FUNCTION; i++)
		d->object->MajorFunction[i] = ndis_dispatch_other;
	d->object->MajorFunction[IRP_MJ_PNP] = ndis_dispatch_pnp;
	d->object->MajorFunction[IRP_MJ_POWER] = ndis_dispatch_power;
	d->object->MajorFunction[IRP_MJ_SYSTEM_CONTROL] = ndis_dispatch_wmi;
	d->object->DriverExtension->AddDevice = ndis_add_device;
	d->object->DriverUnload = driver_unload;
}

NDIS_STATUS NTAPI NdisMRegisterMiniportDriver(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath, NDIS_HANDLE MiniportDriverContext,
                                              PNDIS_MINIPORT_DRIVER_CHARACTERISTICS MiniportDriverCharacteristics,
                                              PNDIS_HANDLE NdisMiniportDriverHandle)
{
	const NDIS_MINIPORT_DRIVER_CHARACTERISTICS *c = MiniportDriverCharacteristics;
	const char *missing;
	struct ndis_driver *d;
	unsigned size = 0;
	KIRQL old;

	if (!DriverObject || !RegistryPath || !c || !NdisMiniportDriverHandle) {
		ndis_finding(NULL, "register", "NdisMRegisterMiniportDriver: a required argument is NULL");
		return NDIS_STATUS_INVALID_PARAMETER;
	}
	*NdisMiniportDriverHandle = NULL;
	uint32_t version = (uint32_t)c->MajorNdisVersion << 16 | c->MinorNdisVersion;
	if (!version_known(c->MajorNdisVersion, c->MinorNdisVersion)) {
		ndis_finding(NULL, "register", "the driver registers as NDIS %u.%u: NDIS 6.0 to 6.89 miniports are supported",
		             c->MajorNdisVersion, c->MinorNdisVersion);
		return NDIS_STATUS_BAD_VERSION;
	}
	if (version > ndis.version) { /* RP-002; a newer driver must register lower (RP-003) */
		ndis_note(NULL, "NdisMRegisterMiniportDriver", "refused: driver says NDIS %u.%u, this NDIS is %u.%u", c->MajorNdisVersion,
		          c->MinorNdisVersion, ndis.version >> 16, ndis.version & 0xffff);
		ndis_finding(NULL, "RP-002",
		             "the driver registers as NDIS %u.%u, newer than this NDIS %u.%u; it must register the highest version "
		             "NdisGetVersion offers",
		             c->MajorNdisVersion, c->MinorNdisVersion, ndis.version >> 16, ndis.version & 0xffff);
		return NDIS_STATUS_BAD_VERSION;
	}
	switch (ndis_header_check(&c->Header, c->Header.Size, NDIS_OBJECT_TYPE_MINIPORT_DRIVER_CHARACTERISTICS, characteristics_revisions,
	                          version, &size)) {
	case NDIS_CHECK_OK:
	case NDIS_CHECK_OLD:
		break;
	default:
		ndis_finding(NULL, "register",
		             "NDIS_MINIPORT_DRIVER_CHARACTERISTICS: Type 0x%02X Revision %u Size %u do not fit NDIS %u.%u", c->Header.Type,
		             c->Header.Revision, c->Header.Size, c->MajorNdisVersion, c->MinorNdisVersion);
		return NDIS_STATUS_BAD_CHARACTERISTICS;
	}
	missing = c->Flags & NDIS_INTERMEDIATE_DRIVER ? NULL : missing_handler(c);
	if (missing) {
		ndis_finding(NULL, "register", "NDIS_MINIPORT_DRIVER_CHARACTERISTICS.%s is NULL; the function is required", missing);
		return NDIS_STATUS_BAD_CHARACTERISTICS;
	}
	if (driver_of_object(DriverObject)) {
		ndis_finding(NULL, "register", "NdisMRegisterMiniportDriver was called twice for one driver object");
		return NDIS_STATUS_FAILURE;
	}
	d = calloc(1, sizeof(*d));
	if (!d)
		return NDIS_STATUS_RESOURCES;
	d->magic = NDIS_MAGIC_DRIVER;
	list_init(&d->adapters);
	d->object = DriverObject;
	d->context = MiniportDriverContext;
	d->version = version;
	d->driver_major = c->MajorDriverVersion;
	d->driver_minor = c->MinorDriverVersion;
	d->chars_size = c->Header.Size;
	d->chars_revision = c->Header.Revision;
	/* Only what the driver's revision has: bytes behind it may be anything. */
	memcpy(&d->chars, c, size < sizeof(d->chars) ? size : sizeof(d->chars));
	if (nt_driver_image(DriverObject))
		snprintf(d->name, sizeof(d->name), "%s", image_info(nt_driver_image(DriverObject))->name);
	else
		nt_utf8_of(DriverObject->DriverName.Buffer, DriverObject->DriverName.Length / 2, d->name, sizeof(d->name));
	nt_utf8_of(RegistryPath->Buffer, RegistryPath->Length / 2, d->service, sizeof(d->service));
	d->driver_add_device = DriverObject->DriverExtension->AddDevice;
	take_over(d);
	KeAcquireSpinLock(&ndis.lock, &old);
	list_add(&ndis.drivers, &d->link);
	KeReleaseSpinLock(&ndis.lock, old);
	*NdisMiniportDriverHandle = (NDIS_HANDLE)d;
	if (c->SetOptionsHandler) {
		NDIS_STATUS status;

		d->in_set_options = true;
		status = NDIS_CALLBACK(0xff, "MiniportSetOptions", ndis_limits.pnp, c->SetOptionsHandler, (NDIS_HANDLE)d,
		                       MiniportDriverContext);
		d->in_set_options = false;
		if (status != NDIS_STATUS_SUCCESS) {
			KeAcquireSpinLock(&ndis.lock, &old);
			list_del(&d->link);
			KeReleaseSpinLock(&ndis.lock, old);
			DriverObject->DriverExtension->AddDevice = d->driver_add_device;
			DriverObject->DriverUnload = NULL;
			*NdisMiniportDriverHandle = NULL;
			driver_free(d);
			return status;
		}
	}
	d->registered = true;
	ndis_note(NULL, "NdisMRegisterMiniportDriver", "%s registers as NDIS %u.%u, driver version %u.%u", d->name, version >> 16,
	          version & 0xffff, d->driver_major, d->driver_minor);
	return NDIS_STATUS_SUCCESS;
}

VOID NTAPI NdisMDeregisterMiniportDriver(NDIS_HANDLE NdisMiniportDriverHandle)
{
	struct ndis_driver *d = ndis_driver_of(NdisMiniportDriverHandle, "NdisMDeregisterMiniportDriver");
	KIRQL old;

	if (!d)
		return;
	if (!list_empty(&d->adapters)) {
		ndis_finding(NULL, "unload", "NdisMDeregisterMiniportDriver while adapters of %s exist; ignored", d->name);
		return;
	}
	KeAcquireSpinLock(&ndis.lock, &old);
	list_del(&d->link);
	KeReleaseSpinLock(&ndis.lock, old);
	ndis_io_driver_gone(d);
	/* The driver calls this from its unload routine, so what it still holds now may be freed in the next line: leaks of pool are judged
	 * after the unload (nt_pool_leaks); objects that need the driver handle cannot be freed any more. */
	ndis_owner_leaks(&d->owner, 0xff, "leak", d->name, "at NdisMDeregisterMiniportDriver");
	for (unsigned i = 0; i <= IRP_MJ_MAXIMUM_FUNCTION; i++)
		d->object->MajorFunction[i] = ndis_dispatch_other;
	d->object->DriverExtension->AddDevice = d->driver_add_device;
	driver_free(d);
}

/* ---- optional handlers: nf-ndis-ndissetoptionalhandlers. Chimney sets are in chimney.c */
static NDIS_STATUS set_pnp(struct ndis_driver *d, const NDIS_DRIVER_OPTIONAL_HANDLERS *h)
{
	unsigned size;

	switch (ndis_header_check(&h->Header, h->Header.Size, NDIS_OBJECT_TYPE_MINIPORT_PNP_CHARACTERISTICS, pnp_revisions, d->version,
	                          &size)) {
	case NDIS_CHECK_OK:
	case NDIS_CHECK_OLD:
		break;
	default:
		ndis_finding(NULL, "optional handlers", "NDIS_MINIPORT_PNP_CHARACTERISTICS: Revision %u Size %u is not valid",
		             h->Header.Revision, h->Header.Size);
		return NDIS_STATUS_BAD_VERSION;
	}
	memset(&d->pnp, 0, sizeof(d->pnp));
	memcpy(&d->pnp, h, size);
	d->has_pnp = true;
	return NDIS_STATUS_SUCCESS;
}

NDIS_STATUS NTAPI NdisSetOptionalHandlers(NDIS_HANDLE NdisHandle, PNDIS_DRIVER_OPTIONAL_HANDLERS OptionalHandlers)
{
	struct ndis_driver *d = NULL;
	struct ndis_protocol *p = NULL;

	if (!OptionalHandlers)
		return NDIS_STATUS_INVALID_PARAMETER;
	switch (ndis_handle_kind(NdisHandle)) {
	case NDIS_MAGIC_DRIVER:
		d = NdisHandle;
		break;
	case NDIS_MAGIC_PROTOCOL:
		p = NdisHandle;
		break;
	case NDIS_MAGIC_BINDING:
		p = ((struct ndis_binding *)NdisHandle)->protocol;
		break;
	default:
		ndis_finding(NULL, "handle", "NdisSetOptionalHandlers: %p is no driver or binding handle", NdisHandle);
		return NDIS_STATUS_INVALID_PARAMETER;
	}
	switch (OptionalHandlers->Header.Type) {
	case NDIS_OBJECT_TYPE_PROVIDER_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS:
	case NDIS_OBJECT_TYPE_PROVIDER_CHIMNEY_OFFLOAD_CHARACTERISTICS:
		return d ? ndis_chimney_set_provider(d, OptionalHandlers) : NDIS_STATUS_NOT_SUPPORTED;
	case NDIS_OBJECT_TYPE_CLIENT_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS:
	case NDIS_OBJECT_TYPE_CLIENT_CHIMNEY_OFFLOAD_CHARACTERISTICS:
		return p ? ndis_chimney_set_client(p, OptionalHandlers) : NDIS_STATUS_NOT_SUPPORTED;
	case NDIS_OBJECT_TYPE_MINIPORT_PNP_CHARACTERISTICS:
		return d ? set_pnp(d, OptionalHandlers) : NDIS_STATUS_NOT_SUPPORTED;
	case NDIS_OBJECT_TYPE_MINIPORT_SS_CHARACTERISTICS:
		/* Selective suspend: accepted as on Windows, where NDIS decides by *SelectiveSuspend whether it ever calls the handlers; it
		 * never does here. */
		return d ? NDIS_STATUS_SUCCESS : NDIS_STATUS_NOT_SUPPORTED;
	default:
		/* CoNDIS, NDK and the filter sets: named, so that a driver that needs one knows why it can't run. */
		ndis_finding(NULL, "optional handlers", "NdisSetOptionalHandlers: handler set 0x%02X (%s) is not supported",
		             OptionalHandlers->Header.Type,
		             OptionalHandlers->Header.Type == NDIS_OBJECT_TYPE_CO_MINIPORT_CHARACTERISTICS    ? "CoNDIS miniport"
		             : OptionalHandlers->Header.Type == NDIS_OBJECT_TYPE_NDK_PROVIDER_CHARACTERISTICS ? "NDK provider"
		                                                                                              : "unknown");
		return NDIS_STATUS_NOT_SUPPORTED;
	}
}
