/* Configuration: what NdisReadConfiguration makes of each registry type, predefined names, subkeys, the network address, writing. */
#include "harness.h"

static NDIS_STATUS read_integer(const WCHAR *name, ULONG type, ULONG *v)
{
	return ((NDIS_STATUS(NTAPI *)(const WCHAR *, ULONG, ULONG *, WCHAR *, ULONG))LEVER("script_read"))(name, type, v, NULL, 0);
}
static NDIS_STATUS read_text(const WCHAR *name, ULONG type, char *out, size_t max)
{
	WCHAR wide[64] = {0};
	ULONG v = 0;
	NDIS_STATUS s =
	        ((NDIS_STATUS(NTAPI *)(const WCHAR *, ULONG, ULONG *, WCHAR *, ULONG))LEVER("script_read"))(name, type, &v, wide, 64);
	size_t n = 0;

	while (wide[n])
		n++;
	nt_utf8_of(wide, n, out, max);
	return s;
}

/* RP-190 */
static void test_absent(void **state)
{
	guard();
	ULONG v = 7;

	paused();
	assert_status(read_integer(L"*NoSuchKeyword", NdisParameterInteger, &v), NDIS_STATUS_FAILURE);
	assert_int_equal(v, 7);
	nt_reg_set_sz(KEY, "*Text", "abc");
	assert_status(read_integer(L"*Text", NdisParameterInteger, &v), NDIS_STATUS_FAILURE);
	assert_int_equal(v, 7);
}
/* OQ-24: enumeration keywords are REG_SZ; an integer is an integer. */
static void test_conversion(void **state)
{
	guard();
	ULONG v;
	char text[64];

	paused();
	nt_reg_set_sz(KEY, "*LsoV2IPv4", "1");
	assert_status(read_integer(L"*LsoV2IPv4", NdisParameterInteger, &v), NDIS_STATUS_SUCCESS);
	assert_int_equal(v, 1);
	assert_status(read_integer(L"*LSOV2IPV4", NdisParameterInteger, &v), NDIS_STATUS_SUCCESS); /* names: any case */
	nt_reg_set_sz(KEY, "N", "10");
	assert_status(read_integer(L"N", NdisParameterHexInteger, &v), NDIS_STATUS_SUCCESS);
	assert_int_equal(v, 16);
	nt_reg_set_sz(KEY, "N", "0x1F");
	assert_status(read_integer(L"N", NdisParameterInteger, &v), NDIS_STATUS_SUCCESS);
	assert_int_equal(v, 31);
	nt_reg_set_dword(KEY, "D", 4000000000u);
	assert_status(read_integer(L"D", NdisParameterInteger, &v), NDIS_STATUS_SUCCESS);
	assert_int_equal(v, 4000000000u);
	assert_status(read_text(L"D", NdisParameterString, text, sizeof(text)), NDIS_STATUS_SUCCESS);
	assert_string_equal(text, "4000000000");
	nt_reg_set_sz(KEY, "S", "some words");
	assert_status(read_text(L"S", NdisParameterString, text, sizeof(text)), NDIS_STATUS_SUCCESS);
	assert_string_equal(text, "some words");
	nt_reg_set_sz(KEY, "Empty", "");
	assert_status(read_text(L"Empty", NdisParameterString, text, sizeof(text)), NDIS_STATUS_SUCCESS);
	assert_string_equal(text, "");
	assert_status(read_integer(L"Empty", NdisParameterInteger, &v), NDIS_STATUS_FAILURE);
}
static void test_predefined(void **state)
{
	guard();
	ULONG v;
	char text[64];

	paused();
	assert_status(read_integer(L"NdisVersion", NdisParameterInteger, &v), NDIS_STATUS_SUCCESS);
	assert_int_equal(v, NDIS_V684);
	assert_status(read_integer(L"Environment", NdisParameterInteger, &v), NDIS_STATUS_SUCCESS);
	assert_int_equal(v, NdisEnvironmentWindowsNt);
	assert_status(read_text(L"NetCfgInstanceId", NdisParameterString, text, sizeof(text)), NDIS_STATUS_SUCCESS);
	assert_string_equal(text, "{11111111-2222-3333-4444-555555555555}");
	assert_status(read_integer(L"*IfType", NdisParameterInteger, &v), NDIS_STATUS_SUCCESS);
	assert_int_equal(v, 6);
}
static void test_subkeys(void **state)
{
	guard();
	NDIS_STATUS(NTAPI * subkey)(const WCHAR *, ULONG, WCHAR *, const WCHAR *, ULONG *);
	WCHAR found_name[40] = {0};
	ULONG v = 0;

	paused();
	subkey = LEVER("script_subkey");
	nt_reg_set_sz(KEY "\\Sub", "Value", "5");
	nt_reg_set_sz(KEY "\\Sub2", "Value", "6");
	assert_status(subkey(L"sub", 0, NULL, L"Value", &v), NDIS_STATUS_SUCCESS);
	assert_int_equal(v, 5);
	assert_status(subkey(L"Nothing", 0, NULL, L"Value", &v), NDIS_STATUS_FAILURE);
	ULONG sum = 0;
	for (ULONG i = 0; i < 2; i++) {
		assert_status(subkey(NULL, i, found_name, L"Value", &v), NDIS_STATUS_SUCCESS);
		sum += v;
	}
	assert_int_equal(sum, 11);
	assert_status(subkey(NULL, 2, found_name, L"Value", &v), NDIS_STATUS_FAILURE);
}
static void test_address(void **state)
{
	guard();
	NDIS_STATUS(NTAPI * address)(uint8_t *, ULONG *);
	uint8_t mac[16];
	ULONG n;

	paused();
	address = LEVER("script_address");
	assert_status(address(mac, &n), NDIS_STATUS_FAILURE);
	nt_reg_set_sz(KEY, "NetworkAddress", "02AABBCCDDEE");
	assert_status(address(mac, &n), NDIS_STATUS_SUCCESS);
	assert_int_equal(n, 6);
	assert_int_equal(mac[5], 0xEE);
	nt_reg_set_sz(KEY, "NetworkAddress", "02-aa-bb-cc-dd-01");
	assert_status(address(mac, &n), NDIS_STATUS_SUCCESS);
	assert_int_equal(n, 6);
	assert_int_equal(mac[5], 1);
	nt_reg_set_sz(KEY, "NetworkAddress", "not hex");
	assert_status(address(mac, &n), NDIS_STATUS_FAILURE);
	nt_reg_set_sz(KEY, "NetworkAddress", "0");
	assert_status(address(mac, &n), NDIS_STATUS_FAILURE);
}
static void test_write(void **state)
{
	guard();
	NDIS_STATUS(NTAPI * write)(const WCHAR *, ULONG, ULONG, const WCHAR *);
	uint32_t type, v = 0;
	char text[64];

	paused();
	write = LEVER("script_write");
	assert_status(write(L"Mine", NdisParameterInteger, 77, NULL), NDIS_STATUS_SUCCESS);
	assert_int_equal(nt_reg_get(KEY, "Mine", &type, &v, sizeof(v)), 4);
	assert_int_equal(type, REG_DWORD);
	assert_int_equal(v, 77);
	assert_status(write(L"Word", NdisParameterString, 0, L"hello"), NDIS_STATUS_SUCCESS);
	assert_status(read_text(L"Word", NdisParameterString, text, sizeof(text)), NDIS_STATUS_SUCCESS);
	assert_string_equal(text, "hello");
}
/* RP-189's other side: an open handle is counted. */
static void test_closed(void **state)
{
	guard();
	ULONG v;

	paused();
	read_integer(L"*IfType", NdisParameterInteger, &v);
	assert_int_equal(atomic_load(&H.adapter->owner.live[NDIS_OBJ_CONFIG]), 0);
	NdisCloseConfiguration((NDIS_HANDLE)&v);
	assert_non_null(strstr(nt_finding_last(), "NdisCloseConfiguration"));
}

#define T(f) cmocka_unit_test_setup_teardown(f, start, stop)
int main(void)
{
	const struct CMUnitTest tests[] = {
	        T(test_absent), T(test_conversion), T(test_predefined), T(test_subkeys), T(test_address), T(test_write), T(test_closed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
