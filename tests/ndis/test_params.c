/* OID_TCP_OFFLOAD_PARAMETERS: what NDIS does to the keywords, when, and what it leaves alone. */
#include "harness.h"

static char *keyword(const char *name)
{
	static char text[32];
	WCHAR wide[16];
	uint32_t type;
	long n = nt_reg_get(KEY, name, &type, wide, sizeof(wide));

	if (n < 0)
		return NULL;
	assert_int_equal(type, REG_SZ);
	while (n >= 2 && !wide[n / 2 - 1])
		n -= 2;
	nt_utf8_of(wide, (size_t)n / 2, text, sizeof(text));
	return text;
}

static const struct {
	unsigned offset;
	const char *name;
	char kind; /* c checksum and IPsec, s switch, e encapsulated */
} members[] = {
        {4, "*IPChecksumOffloadIPv4", 'c'},
        {5, "*TCPChecksumOffloadIPv4", 'c'},
        {6, "*UDPChecksumOffloadIPv4", 'c'},
        {7, "*TCPChecksumOffloadIPv6", 'c'},
        {8, "*UDPChecksumOffloadIPv6", 'c'},
        {9, "*LsoV1IPv4", 's'},
        {10, "*IPsecOffloadV1IPv4", 'c'},
        {11, "*LsoV2IPv4", 's'},
        {12, "*LsoV2IPv6", 's'},
        {13, "*TCPConnectionOffloadIPv4", 's'},
        {14, "*TCPConnectionOffloadIPv6", 's'},
        {20, "*IPsecOffloadV2", 'c'},
        {21, "*IPsecOffloadV2IPv4", 'c'},
        {22, "*RscIPv4", 's'},
        {23, "*RscIPv6", 's'},
        {24, "*EncapsulatedPacketTaskOffload", 'e'},
        {32, "*UsoIPv4", 's'},
        {33, "*UsoIPv6", 's'},
};

/* RP-247: every member, every value; what has no meaning is left alone. */
static void test_encodings(void **state)
{
	guard();
	uint8_t p[34];

	running();
	for (unsigned i = 0; i < ARRAY_LEN(members); i++) {
		for (unsigned v = 0; v <= 6; v++) {
			const char *want = "unset";
			char text[8];

			if (members[i].kind == 'c' && v >= 1 && v <= 4) {
				snprintf(text, sizeof(text), "%u", v - 1);
				want = text;
			} else if (members[i].kind == 's' && (v == 1 || v == 2)) {
				want = v == 1 ? "0" : "1";
			} else if (members[i].kind == 'e' && (v == 1 || v == 2)) {
				want = v == 1 ? "1" : "0";
			}
			nt_reg_set_sz(KEY, members[i].name, "unset");
			parameters(p);
			p[members[i].offset] = (uint8_t)v;
			assert_status(set(OID_TCP_OFFLOAD_PARAMETERS, p, sizeof(p)).status, NDIS_STATUS_SUCCESS);
			assert_string_equal(keyword(members[i].name), want);
		}
	}
}
/* RP-248: NO_CHANGE leaves the keyword, and an absent one absent. */
static void test_no_change(void **state)
{
	guard();
	uint8_t p[34];

	running();
	nt_reg_set_sz(KEY, "*LsoV2IPv4", "7"); /* a value of nobody's: it must still be there */
	parameters(p);
	p[12] = 1;
	assert_status(set(OID_TCP_OFFLOAD_PARAMETERS, p, sizeof(p)).status, NDIS_STATUS_SUCCESS);
	assert_string_equal(keyword("*LsoV2IPv4"), "7");
	assert_string_equal(keyword("*LsoV2IPv6"), "0");
	assert_null(keyword("*RscIPv4"));
}
/* RP-246: written before the driver sees the set. */
static char inside[32];
static NDIS_STATUS NTAPI look(NDIS_OID_REQUEST *r)
{
	const char *k = keyword("*TCPChecksumOffloadIPv4");

	snprintf(inside, sizeof(inside), "%s", k ? k : "absent");
	return NDIS_STATUS_SUCCESS;
}
static void test_before_the_set(void **state)
{
	guard();
	uint8_t p[34];
	ULONG v = 99;

	running();
	nt_reg_set_sz(KEY, "*TCPChecksumOffloadIPv4", "3");
	H.script->on_oid = (void *)look;
	parameters(p);
	p[5] = 2; /* transmit only */
	assert_status(set(OID_TCP_OFFLOAD_PARAMETERS, p, sizeof(p)).status, NDIS_STATUS_SUCCESS);
	assert_string_equal(inside, "1");
	assert_status(((NDIS_STATUS(NTAPI *)(const WCHAR *, ULONG, ULONG *, WCHAR *, ULONG))LEVER("script_read"))(
	                      L"*TCPChecksumOffloadIPv4", NdisParameterInteger, &v, NULL, 0),
	              NDIS_STATUS_SUCCESS);
	assert_int_equal(v, 1);
}
/* OQ-10: a set that fails is not rolled back. OQ-08, RP-131: SKIP_REGISTRY_UPDATE leaves the keywords. */
static void test_failed_and_volatile(void **state)
{
	guard();
	uint8_t p[34];

	running();
	nt_reg_set_sz(KEY, "*LsoV2IPv4", "1");
	nt_reg_set_sz(KEY, "*LsoV2IPv6", "1");
	H.script->oid_status = (unsigned)NDIS_STATUS_INVALID_DATA;
	parameters(p);
	p[11] = 1;
	assert_status(set(OID_TCP_OFFLOAD_PARAMETERS, p, sizeof(p)).status, NDIS_STATUS_INVALID_DATA);
	assert_string_equal(keyword("*LsoV2IPv4"), "0");
	assert_int_equal(H.adapter->task_parameters.bytes, 0);
	H.script->oid_status = 0;
	parameters(p);
	p[12] = 1;
	put32(p, 16, NDIS_OFFLOAD_PARAMETERS_SKIP_REGISTRY_UPDATE);
	assert_status(set(OID_TCP_OFFLOAD_PARAMETERS, p, sizeof(p)).status, NDIS_STATUS_SUCCESS);
	assert_string_equal(keyword("*LsoV2IPv6"), "1");
	assert_int_equal(H.script->oid_calls, 2); /* the driver sees both */
	assert_int_equal(H.adapter->task_parameters.bytes, 34);
}
/* Requests too broken to read reach the driver untouched, and no keyword (the driver validates: RP-217, RP-219). */
static void test_broken(void **state)
{
	guard();
	uint8_t p[34];

	running();
	nt_reg_set_sz(KEY, "*IPChecksumOffloadIPv4", "3");
	parameters(p);
	p[4] = 1;
	p[0] = 0x77;
	set(OID_TCP_OFFLOAD_PARAMETERS, p, sizeof(p));
	parameters(p);
	p[4] = 1;
	set(OID_TCP_OFFLOAD_PARAMETERS, p, 8);
	set(OID_TCP_OFFLOAD_PARAMETERS, NULL, 0);
	assert_string_equal(keyword("*IPChecksumOffloadIPv4"), "3");
	assert_int_equal(H.script->oid_calls, 3);
	/* Header.Size beyond the buffer: members behind the buffer's end are not read */
	parameters(p);
	p[4] = 1;
	p[32] = 1;
	set(OID_TCP_OFFLOAD_PARAMETERS, p, 20);
	assert_string_equal(keyword("*IPChecksumOffloadIPv4"), "0");
	assert_null(keyword("*UsoIPv4"));
}
/* A structure of revision 1 has nothing behind Flags. */
static void test_revision_1(void **state)
{
	guard();
	uint8_t p[34];

	running();
	memset(p, 1, sizeof(p));
	put32(p, 0, 0x00140180); /* Type 0x80, Revision 1, Size 20 */
	put32(p, 16, 0);
	set(OID_TCP_OFFLOAD_PARAMETERS, p, sizeof(p));
	assert_string_equal(keyword("*TCPConnectionOffloadIPv6"), "0");
	assert_null(keyword("*RscIPv4"));
	assert_null(keyword("*UsoIPv6"));
}

#define T(f) cmocka_unit_test_setup_teardown(f, start, stop)
int main(void)
{
	const struct CMUnitTest tests[] = {
	        T(test_encodings),           T(test_no_change), T(test_before_the_set),
	        T(test_failed_and_volatile), T(test_broken),    T(test_revision_1),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
