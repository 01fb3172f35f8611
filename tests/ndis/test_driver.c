/* Registration: versions, characteristics, MiniportSetOptions, what NDIS puts into the driver object. */
#include "harness.h"

static void test_registers(void **state)
{
	guard();
	struct ndis_driver *d;

	H.script->pnp = H.script->chimney_generic = H.script->chimney_tcp = 1;
	assert_status(do_register(), NDIS_STATUS_SUCCESS);
	d = ndis_driver_of_object(H.driver);
	assert_non_null(d);
	assert_int_equal(d->version, NDIS_V684);
	assert_string_equal(d->name, "ndis_script.sys");
	assert_true(d->has_pnp && d->has_chimney_generic && d->has_chimney_tcp);
	/* Filled before the call returns: drivers replace single entries right after. */
	assert_true(H.driver->MajorFunction[IRP_MJ_PNP] == ndis_dispatch_pnp);
	assert_true(H.driver->MajorFunction[IRP_MJ_CREATE] == ndis_dispatch_other);
	assert_true(H.driver->DriverExtension->AddDevice == ndis_add_device);
	assert_non_null(H.driver->DriverUnload);
}
/* RP-004: inside the registration, and its failure is the registration's. */
static void test_set_options(void **state)
{
	guard();
	assert_status(do_register(), NDIS_STATUS_SUCCESS);
	assert_int_equal(H.script->seen[0], SEEN_SET_OPTIONS);
	assert_int_equal(H.script->seen[1], SEEN_REGISTERED);
	assert_int_equal(H.script->seen_irql[0], PASSIVE_LEVEL);
}
static void test_set_options_fails(void **state)
{
	guard();
	H.script->set_options_status = (unsigned)NDIS_STATUS_RESOURCES;
	assert_status(do_register(), NDIS_STATUS_RESOURCES);
	assert_null(ndis_driver_of_object(H.driver));
	assert_null(H.script->driver);
}
/* RP-002, RP-003 */
static void test_versions(void **state)
{
	guard();
	static const struct {
		uint32_t version;
		NDIS_STATUS status;
	} t[] = {
	        {NDIS_V60, NDIS_STATUS_SUCCESS},       {NDIS_V61, NDIS_STATUS_SUCCESS},       {NDIS_V620, NDIS_STATUS_SUCCESS},
	        {NDIS_V630, NDIS_STATUS_SUCCESS},      {NDIS_V(51), NDIS_STATUS_SUCCESS},     {NDIS_V684, NDIS_STATUS_SUCCESS},
	        {NDIS_V685, NDIS_STATUS_BAD_VERSION},  {NDIS_V(25), NDIS_STATUS_BAD_VERSION}, {0x00050001, NDIS_STATUS_BAD_VERSION},
	        {0x00070000, NDIS_STATUS_BAD_VERSION},
	};

	for (unsigned i = 0; i < ARRAY_LEN(t); i++) {
		H.script->version = t[i].version;
		assert_status(do_register(), t[i].status);
		if (t[i].status == NDIS_STATUS_SUCCESS) {
			assert_int_equal(ndis_driver_of_object(H.driver)->version, t[i].version);
			NdisMDeregisterMiniportDriver(H.script->driver);
		}
	}
}
static void test_characteristics(void **state)
{
	guard();
	H.script->chars_size = 100;
	assert_status(do_register(), NDIS_STATUS_BAD_CHARACTERISTICS);
	H.script->chars_size = 0;
	H.script->chars_revision = 9;
	assert_status(do_register(), NDIS_STATUS_BAD_CHARACTERISTICS);
	H.script->chars_revision = 0;
	H.script->no_halt = 1;
	assert_status(do_register(), NDIS_STATUS_BAD_CHARACTERISTICS);
	assert_non_null(strstr(nt_finding_last(), "HaltHandlerEx"));
	H.script->no_halt = 0;
	assert_status(do_register(), NDIS_STATUS_SUCCESS);
	assert_status(do_register(), NDIS_STATUS_FAILURE); /* twice for one driver object */
}
/* What a lower revision lacks is absent, whatever stands behind it in the driver's structure. */
static void test_lower_revision(void **state)
{
	guard();
	H.script->version = NDIS_V61;
	assert_status(do_register(), NDIS_STATUS_SUCCESS);
	assert_null(ndis_driver_of_object(H.driver)->chars.SynchronousOidRequestHandler);
	assert_non_null(ndis_driver_of_object(H.driver)->chars.DirectOidRequestHandler);
}
static void test_unload(void **state)
{
	guard();
	assert_status(do_register(), NDIS_STATUS_SUCCESS);
	nt_driver_unload(H.driver);
	H.driver = NULL;
	assert_true(list_empty(&ndis.drivers));
}
static void test_optional_handlers(void **state)
{
	guard();
	NDIS_MINIPORT_PNP_CHARACTERISTICS p;

	assert_status(do_register(), NDIS_STATUS_SUCCESS);
	memset(&p, 0, sizeof(p));
	p.Header.Type = NDIS_OBJECT_TYPE_MINIPORT_PNP_CHARACTERISTICS;
	p.Header.Revision = 1;
	p.Header.Size = 8;
	assert_status(NdisSetOptionalHandlers(H.script->driver, (void *)&p), NDIS_STATUS_BAD_VERSION);
	p.Header.Type = NDIS_OBJECT_TYPE_CO_MINIPORT_CHARACTERISTICS;
	assert_status(NdisSetOptionalHandlers(H.script->driver, (void *)&p), NDIS_STATUS_NOT_SUPPORTED);
	assert_status(NdisSetOptionalHandlers((NDIS_HANDLE)&p, (void *)&p), NDIS_STATUS_INVALID_PARAMETER);
	p.Header.Type = NDIS_OBJECT_TYPE_CLIENT_CHIMNEY_OFFLOAD_GENERIC_CHARACTERISTICS;
	assert_status(NdisSetOptionalHandlers(H.script->driver, (void *)&p), NDIS_STATUS_NOT_SUPPORTED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test_setup_teardown(test_registers, start, stop),
	        cmocka_unit_test_setup_teardown(test_set_options, start, stop),
	        cmocka_unit_test_setup_teardown(test_set_options_fails, start, stop),
	        cmocka_unit_test_setup_teardown(test_versions, start, stop),
	        cmocka_unit_test_setup_teardown(test_characteristics, start, stop),
	        cmocka_unit_test_setup_teardown(test_lower_revision, start, stop),
	        cmocka_unit_test_setup_teardown(test_unload, start, stop),
	        cmocka_unit_test_setup_teardown(test_optional_handlers, start, stop),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
