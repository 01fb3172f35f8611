/* The registry through nt_reg_*, Zw*Key and RtlQueryRegistryValues; objects, handles and names. */
#include "exec_test.h"
#include <ntifs.h>

#define KEY "\\Registry\\Machine\\System\\CurrentControlSet\\Control\\Class\\{4D36E972-E325-11CE-BFC1-08002BE10318}\\0000"

static char written[8][600];
static unsigned writes;
static int refuse; /* what the lab says to the next writes */
static int on_write(const char *path, const char *name, uint32_t type, const void *data, size_t bytes)
{
	if (writes < 8)
		snprintf(written[writes], sizeof written[0], "%s|%s|%u|%zd", path, name, type, (ssize_t)bytes);
	writes++;
	return refuse;
}
static int setup_hook(void **state)
{
	writes = 0;
	refuse = 0;
	exec_extra.on_registry_write = on_write;
	return exec_start(false);
}

static HANDLE open_key(HANDLE root, const char *path, NTSTATUS expected)
{
	WCHAR w[300];
	UNICODE_STRING u = nt_ustr(path, w, 300);
	OBJECT_ATTRIBUTES a;
	HANDLE h = NULL;
	InitializeObjectAttributes(&a, &u, OBJ_CASE_INSENSITIVE | OBJ_KERNEL_HANDLE, root, NULL);
	assert_int_equal(ZwOpenKey(&h, KEY_ALL_ACCESS, &a), expected);
	return h;
}

static void count(void *ctx, const char *name, uint32_t type, const void *data, size_t bytes)
{
	(*(int *)ctx)++;
}
static void plain(void **state)
{
	uint32_t type, v = 0;
	WCHAR text[32];
	assert_int_equal(nt_reg_get(KEY, "*Speed", NULL, NULL, 0), -ENOENT);
	assert_int_equal(nt_reg_load(KEY, "*TCPConnectionOffloadIPv4", REG_SZ, u"1", 2), 0);
	assert_int_equal(writes, 0); /* the lab's copy coming in is not told back */
	assert_int_equal(nt_reg_get(KEY, "*tcpconnectionoffloadipv4", &type, text, sizeof text), 4); /* kept with its terminator */
	assert_int_equal(type, REG_SZ);
	assert_memory_equal(text, u"1", 4);
	assert_int_equal(nt_reg_set_dword(KEY, "Count", 7), 0);
	assert_int_equal(
	        nt_reg_set_sz("\\REGISTRY\\machine\\SYSTEM\\ControlSet001\\Control\\Class\\{4d36e972-e325-11ce-bfc1-08002be10318}\\0000",
	                      "count2", "x"),
	        0);
	assert_int_equal(writes, 2);
	assert_string_equal(
	        written[0],
	        "\\Registry\\Machine\\System\\CurrentControlSet\\Control\\Class\\{4D36E972-E325-11CE-BFC1-08002BE10318}\\0000|Count|4|4");
	assert_int_equal(nt_reg_get(KEY, "Count", &type, &v, 4), 4);
	assert_int_equal(v, 7);
	assert_int_equal(nt_reg_get(KEY, "Count", NULL, &v, 2), 4); /* too small: size only */
	int n = 0;
	nt_reg_each(KEY, count, &n);
	assert_int_equal(n, 3);
	assert_int_equal(nt_reg_delete(KEY, "count"), 0);
	assert_non_null(strstr(written[2], "|count|0|-1"));
	assert_int_equal(nt_reg_delete(KEY, "count"), -ENOENT);
	assert_true(nt_reg_key_exists(KEY));
	assert_false(nt_reg_key_exists(KEY "\\nope"));
	assert_int_equal(nt_reg_set("no leading backslash", "x", REG_DWORD, &v, 4), -EINVAL);
}

static void zw(void **state)
{
	nt_reg_load(KEY, "*SpeedDuplex", REG_SZ, u"4", 4);
	HANDLE h = open_key(NULL, KEY, STATUS_SUCCESS), sub;
	UNICODE_STRING name;
	union {
		KEY_VALUE_PARTIAL_INFORMATION partial;
		KEY_VALUE_FULL_INFORMATION full;
		KEY_VALUE_BASIC_INFORMATION basic;
		KEY_BASIC_INFORMATION key;
		KEY_FULL_INFORMATION key_full;
		uint8_t bytes[512];
	} u;
	ULONG need = 0;
	RtlInitUnicodeString(&name, u"*speedduplex");
	assert_int_equal(ZwQueryValueKey(h, &name, KeyValuePartialInformation, NULL, 0, &need), STATUS_BUFFER_TOO_SMALL);
	assert_int_equal(need, 12 + 4);
	assert_int_equal(ZwQueryValueKey(h, &name, KeyValuePartialInformation, &u, 14, &need), STATUS_BUFFER_OVERFLOW);
	assert_int_equal(u.partial.DataLength, 4);
	assert_int_equal(ZwQueryValueKey(h, &name, KeyValuePartialInformation, &u, sizeof u, &need), STATUS_SUCCESS);
	assert_memory_equal(u.partial.Data, u"4", 4);
	assert_int_equal(ZwQueryValueKey(h, &name, KeyValueFullInformation, &u, sizeof u, &need), STATUS_SUCCESS);
	assert_memory_equal(u.full.Name, u"*SpeedDuplex", 24); /* as it was written */
	assert_memory_equal((char *)&u + u.full.DataOffset, u"4", 4);
	assert_int_equal(ZwQueryValueKey(h, &name, KeyValueBasicInformation, &u, sizeof u, &need), STATUS_SUCCESS);
	assert_int_equal(u.basic.NameLength, 24);
	RtlInitUnicodeString(&name, u"missing");
	assert_int_equal(ZwQueryValueKey(h, &name, KeyValuePartialInformation, &u, sizeof u, &need), STATUS_OBJECT_NAME_NOT_FOUND);
	assert_int_equal(ZwQueryValueKey(h, &name, 99, &u, sizeof u, &need), STATUS_OBJECT_NAME_NOT_FOUND);
	assert_int_equal(ZwQueryValueKey((HANDLE)0x1234, &name, 0, &u, sizeof u, &need), STATUS_INVALID_HANDLE);

	ULONG v = 5, disposition;
	RtlInitUnicodeString(&name, u"Written");
	assert_int_equal(ZwSetValueKey(h, &name, 0, REG_DWORD, &v, 4), STATUS_SUCCESS);
	assert_int_equal(writes, 1);
	assert_int_equal(ZwEnumerateValueKey(h, 1, KeyValueBasicInformation, &u, sizeof u, &need), STATUS_SUCCESS);
	assert_memory_equal(u.basic.Name, u"Written", 14);
	assert_int_equal(ZwEnumerateValueKey(h, 2, KeyValueBasicInformation, &u, sizeof u, &need), STATUS_NO_MORE_ENTRIES);

	UNICODE_STRING path;
	OBJECT_ATTRIBUTES a;
	RtlInitUnicodeString(&path, u"Sub");
	InitializeObjectAttributes(&a, &path, OBJ_CASE_INSENSITIVE, h, NULL);
	assert_int_equal(ZwCreateKey(&sub, KEY_ALL_ACCESS, &a, 0, NULL, 0, &disposition), STATUS_SUCCESS);
	assert_int_equal(disposition, REG_CREATED_NEW_KEY);
	ZwClose(sub);
	assert_int_equal(ZwCreateKey(&sub, KEY_ALL_ACCESS, &a, 0, NULL, 0, &disposition), STATUS_SUCCESS);
	assert_int_equal(disposition, REG_OPENED_EXISTING_KEY);
	RtlInitUnicodeString(&path, u"No\\Parent");
	HANDLE none;
	assert_int_equal(ZwCreateKey(&none, KEY_ALL_ACCESS, &a, 0, NULL, 0, NULL), STATUS_OBJECT_NAME_NOT_FOUND);
	assert_int_equal(ZwEnumerateKey(h, 0, KeyBasicInformation, &u, sizeof u, &need), STATUS_SUCCESS);
	assert_memory_equal(u.key.Name, u"Sub", 6);
	assert_int_equal(ZwQueryKey(h, KeyFullInformation, &u, sizeof u, &need), STATUS_SUCCESS);
	assert_int_equal(u.key_full.SubKeys, 1);
	assert_int_equal(u.key_full.Values, 2);
	assert_int_equal(u.key_full.MaxNameLen, 6);
	assert_int_equal(ZwDeleteKey(h), STATUS_CANNOT_DELETE); /* has a subkey */
	assert_int_equal(ZwDeleteKey(sub), STATUS_SUCCESS);
	assert_int_equal(ZwSetValueKey(sub, &name, 0, REG_DWORD, &v, 4), STATUS_KEY_DELETED);
	assert_int_equal(ZwQueryKey(sub, KeyFullInformation, &u, sizeof u, &need), STATUS_KEY_DELETED);
	ZwClose(sub);
	open_key(h, "Sub", STATUS_OBJECT_NAME_NOT_FOUND);
	open_key(NULL, "Machine\\Software", STATUS_OBJECT_PATH_SYNTAX_BAD);
	assert_int_equal(ZwDeleteValueKey(h, &name), STATUS_SUCCESS);
	assert_int_equal(ZwDeleteValueKey(h, &name), STATUS_OBJECT_NAME_NOT_FOUND);
	unsigned before = nt_handle_count();
	assert_int_equal(ZwClose(h), STATUS_SUCCESS);
	assert_int_equal(nt_handle_count(), before - 1);
	unsigned findings = nt_finding_count();
	assert_int_equal(ZwClose(h), STATUS_INVALID_HANDLE);
	assert_int_equal(nt_finding_count(), findings + 1);
}

static unsigned called;
static NTSTATUS NTAPI routine(PWSTR name, ULONG type, PVOID data, ULONG length, PVOID context, PVOID entry)
{
	called++;
	assert_ptr_equal(context, (PVOID)0x77);
	if (type == REG_SZ && entry)
		nt_utf8_of(data, length / 2 - 1, (char *)entry + strlen(entry), 50);
	return STATUS_SUCCESS;
}
static void query_values(void **state)
{
	ULONG number = 0, missing = 42;
	uint64_t blob = (uint64_t)(uint32_t)-8;
	UNICODE_STRING text = {0};
	char parts[200] = "";
	const char *path = "\\Registry\\Machine\\System\\CurrentControlSet\\Services\\toe\\Parameters";
	nt_reg_set_dword(path, "Number", 1234);
	nt_reg_set_sz(path, "Text", "hello");
	nt_reg_set(path, "Multi", REG_MULTI_SZ, u"one\0two\0", 18);
	nt_reg_set(path, "Blob", REG_BINARY, "12345678", 8);
	RTL_QUERY_REGISTRY_TABLE q[] = {
	        {.Flags = RTL_QUERY_REGISTRY_DIRECT, .Name = (PWSTR)u"Number", .EntryContext = &number},
	        {.Flags = RTL_QUERY_REGISTRY_DIRECT, .Name = (PWSTR)u"Absent", .EntryContext = &missing},
	        {.Flags = RTL_QUERY_REGISTRY_DIRECT, .Name = (PWSTR)u"Text", .EntryContext = &text},
	        {.Flags = RTL_QUERY_REGISTRY_DIRECT, .Name = (PWSTR)u"Blob", .EntryContext = &blob},
	        {.QueryRoutine = (void *)routine, .Name = (PWSTR)u"Multi", .EntryContext = parts},
	        {0},
	};
	assert_int_equal(RtlQueryRegistryValues(RTL_REGISTRY_SERVICES, u"toe\\Parameters", q, (PVOID)0x77, NULL), STATUS_SUCCESS);
	assert_int_equal(number, 1234);
	assert_int_equal(missing, 42);
	assert_int_equal(text.Length, 10);
	assert_memory_equal(text.Buffer, u"hello", 12);
	RtlFreeUnicodeString(&text);
	assert_memory_equal(&blob, "12345678", 8);
	assert_int_equal(called, 2);
	assert_string_equal(parts, "onetwo");
	q[1].DefaultType = REG_DWORD;
	ULONG def = 9;
	q[1].DefaultData = &def;
	q[1].DefaultLength = 4;
	q[2].Name = NULL;
	q[2].Flags = 0;
	assert_int_equal(RtlQueryRegistryValues(RTL_REGISTRY_SERVICES, u"toe\\Parameters", q, (PVOID)0x77, NULL), STATUS_SUCCESS);
	assert_int_equal(missing, 9);
	q[1].DefaultType = 0;
	q[1].Flags |= RTL_QUERY_REGISTRY_REQUIRED;
	assert_int_equal(RtlQueryRegistryValues(RTL_REGISTRY_SERVICES, u"toe\\Parameters", q, (PVOID)0x77, NULL),
	                 STATUS_OBJECT_NAME_NOT_FOUND);
	assert_int_equal(RtlCheckRegistryKey(RTL_REGISTRY_SERVICES, (PWSTR)u"toe"), STATUS_SUCCESS);
	assert_int_equal(RtlCheckRegistryKey(RTL_REGISTRY_SERVICES, (PWSTR)u"foe"), STATUS_OBJECT_NAME_NOT_FOUND);
	assert_int_equal(RtlWriteRegistryValue(RTL_REGISTRY_ABSOLUTE, u"\\Registry\\Machine\\Software\\Flue", u"v", REG_DWORD, &number, 4),
	                 STATUS_SUCCESS);
	assert_int_equal(nt_reg_get("\\Registry\\Machine\\Software\\Flue", "V", NULL, &missing, 4), 4);
	assert_int_equal(RtlDeleteRegistryValue(RTL_REGISTRY_ABSOLUTE, u"\\Registry\\Machine\\Software\\Flue", u"v"), STATUS_SUCCESS);
	assert_int_equal(nt_handle_count(), 0);
}

static void objects(void **state)
{
	HANDLE h, d;
	PVOID body;
	UNICODE_STRING name, other;
	OBJECT_ATTRIBUTES a;
	RtlInitUnicodeString(&name, u"\\BaseNamedObjects\\Evt");
	KEVENT *e = IoCreateNotificationEvent(&name, &h);
	assert_non_null(e);
	assert_ptr_equal(nt_ob_type(e), &nt_ob_event);
	RtlInitUnicodeString(&other, u"\\basenamedobjects\\EVT");
	InitializeObjectAttributes(&a, &other, 0, NULL, NULL);
	assert_int_equal(ZwOpenEvent(&d, EVENT_ALL_ACCESS, &a), STATUS_SUCCESS);
	assert_int_equal(ObReferenceObjectByHandle(d, 0, *ExEventObjectType, KernelMode, &body, NULL), STATUS_SUCCESS);
	assert_ptr_equal(body, e);
	assert_int_equal(ObReferenceObjectByHandle(d, 0, *PsThreadType, KernelMode, &body, NULL), STATUS_OBJECT_TYPE_MISMATCH);
	assert_int_equal(nt_ob_refs(e), 3);
	KeClearEvent(e);
	assert_int_equal(ZwSetEvent(h, NULL), STATUS_SUCCESS);
	assert_int_equal(KeReadStateEvent(e), 1);
	assert_int_equal(ZwWaitForSingleObject(d, FALSE, NULL), STATUS_SUCCESS);
	ZwClose(h);
	ZwClose(d);
	assert_int_equal(ObfDereferenceObject(e), 0);
	assert_int_equal(ZwOpenEvent(&d, EVENT_ALL_ACCESS, &a), STATUS_OBJECT_NAME_NOT_FOUND);
	EXPECT_CRASH(ObfDereferenceObject(e), "no object");
	assert_int_equal(ObReferenceObjectByHandle((HANDLE)-1, 0, *PsProcessType, KernelMode, &body, NULL), STATUS_SUCCESS);
	assert_ptr_equal(body, PsInitialSystemProcess);
	ObfDereferenceObject(body);
	PEPROCESS p;
	assert_int_equal(PsLookupProcessByProcessId(PsGetCurrentProcessId(), &p), STATUS_SUCCESS);
	ObfDereferenceObject(p);
	assert_int_equal(PsLookupProcessByProcessId((HANDLE)1234, &p), STATUS_INVALID_CID);
	assert_int_equal(nt_handle_count(), 0);
	PCALLBACK_OBJECT c;
	RtlInitUnicodeString(&name, u"\\Callback\\Test");
	InitializeObjectAttributes(&a, &name, 0, NULL, NULL);
	assert_int_equal(ExCreateCallback(&c, &a, FALSE, TRUE), STATUS_OBJECT_NAME_NOT_FOUND);
	assert_int_equal(ExCreateCallback(&c, &a, TRUE, TRUE), STATUS_SUCCESS);
	ObfDereferenceObject(c);
}

static void what_can_not_be_kept_is_not_set(void **s)
{
	char text[32];

	(void)s;
	assert_int_equal(nt_reg_set(KEY, "Kept", REG_DWORD, "\1\0\0\0", 4), 0);
	refuse = -ENOSPC;
	assert_int_equal(nt_reg_set(KEY, "Kept", REG_DWORD, "\2\0\0\0", 4), -ENOSPC);
	assert_int_equal(nt_reg_set_sz(KEY, "New", "x"), -ENOSPC);
	assert_int_equal(nt_reg_get(KEY, "Kept", NULL, text, sizeof(text)), 4);
	assert_memory_equal(text, "\1\0\0\0", 4);
	assert_true(nt_reg_get(KEY, "New", NULL, text, sizeof(text)) < 0);
	refuse = 0;
	assert_int_equal(nt_reg_set(KEY, "Kept", REG_DWORD, "\2\0\0\0", 4), 0);
	assert_int_equal(nt_reg_get(KEY, "Kept", NULL, text, sizeof(text)), 4);
	assert_memory_equal(text, "\2\0\0\0", 4);
	assert_int_equal(writes, 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test_setup_teardown(plain, setup_hook, teardown),
	        cmocka_unit_test_setup_teardown(zw, setup_hook, teardown),
	        cmocka_unit_test_setup_teardown(what_can_not_be_kept_is_not_set, setup_hook, teardown),
	        cmocka_unit_test_setup_teardown(query_values, setup, teardown),
	        cmocka_unit_test_setup_teardown(objects, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
