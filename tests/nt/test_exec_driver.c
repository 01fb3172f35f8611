/*
 * A genuine .sys (tests/drivers/exec_driver.c) through its life: load, AddDevice, resources, start, IOCTLs, power, removal, unload; and
 * with its defects on. The NIC is a struct bus_shared filled by hand: resources need no hardware behind them, configuration space is
 * answered by a thread of this test.
 */
#include "exec_test.h"
#include "bus/bus.h"
#include <fcntl.h>
#include <stdatomic.h>
#include <sys/eventfd.h>

static uint8_t file[1 << 20];
static size_t file_bytes;
static DRIVER_OBJECT *driver;
static bool with_nic;
static int kick = -1;
static _Atomic bool stop_nic;
static pthread_t nic_thread;
static struct bus_lab lab;

static uint64_t bar_read(void *ctx, unsigned bar, uint64_t offset, unsigned size)
{
	return 0x1000 + offset;
}
static void bar_write(void *ctx, unsigned bar, uint64_t offset, unsigned size, uint64_t value)
{
}
static uint32_t config_read(void *ctx, unsigned offset, unsigned size)
{
	static uint8_t space[256] = {
	        0xe0, 0xf1, 0x31, 0x70, [6] = 0x10, [0x34] = 0x40, [0x40] = 0x11, 0, 3, 0, [0x45] = 0x80}; /* MSI-X: 4 vectors */
	uint32_t v = 0;
	if (offset + size <= sizeof space)
		memcpy(&v, space + offset, size);
	return v;
}
static void config_write(void *ctx, unsigned offset, unsigned size, uint32_t value)
{
}
static void nothing(void *ctx)
{
}
static void broken(void *ctx, const char *why)
{
	fprintf(stderr, "NIC: %s\n", why);
}
static const struct bus_lab_ops ops = {bar_read, bar_write, config_read, config_write, nothing, broken};
static void *nic_main(void *ctx)
{
	while (!stop_nic) {
		bus_lab_step(&lab);
		bus_lab_sleep(&lab, 2000000);
	}
	return NULL;
}
static int kick_fd(unsigned nic)
{
	return kick;
}
static int irq_fd(unsigned nic, unsigned vector)
{
	return -1;
}

static void plug(struct ram_header *h)
{
	static const struct bus_machine_fds fds = {kick_fd, irq_fd};
	struct bus_shared *b = (struct bus_shared *)((char *)h + h->bus[0]);
	kick = eventfd(0, EFD_NONBLOCK);
	bus_lab_format(b);
	b->vendor = 0xf1e0;
	b->device = 0x7031;
	b->class_code = 0x020000;
	b->msix_vectors = 4;
	b->present = 1;
	b->bar[0] = (struct bus_bar){.size = 65536, .phys = 0xf0000000};
	b->bar[2] =
	        (struct bus_bar){.size = 4096, .phys = 0xf0100000, .shadow_pages = 1, .shadow = h->bus[0] + ALIGN_UP_TO(sizeof *b, 4096)};
	h->nics = 1;
	bus_lab_init(&lab, b, 0, &ops, NULL, kick);
	lab.bar_size[0] = 65536;
	lab.bar_size[2] = 4096;
	stop_nic = false;
	pthread_create(&nic_thread, NULL, nic_main, NULL);
	assert_int_equal(bus_machine_init(h, &fds, NULL), 0);
}

static int setup_nic(void **state)
{
	with_nic = true;
	if (exec_start(false))
		return -1;
	plug((struct ram_header *)nt_cfg.ram);
	return 0;
}
static int end(void **state)
{
	nt_exit();
	if (with_nic) {
		stop_nic = true;
		bus_lab_poke(&lab);
		pthread_join(nic_thread, NULL);
		close(kick);
	}
	with_nic = false;
	return 0;
}

static void read_file(void)
{
	int fd = open(FLUE_DRIVER_DIR "/exec_driver.sys", O_RDONLY);
	file_bytes = (size_t)read(fd, file, sizeof file);
	close(fd);
}
/* Exports of a mapped image are found by name; to preset one, the file's bytes are patched before the load. */
static ULONG *variable(const char *name)
{
	ULONG *p = image_export_address(nt_driver_image(driver), name);
	assert_non_null(p);
	return p;
}
static NTSTATUS load(void)
{
	struct err e = {0};
	NTSTATUS st;
	read_file();
	int r = nt_driver_load(file, file_bytes, "exec_driver.sys", "exec", &driver, &st, &e);
	if (r && NT_SUCCESS(st))
		fail_msg("%s", e.text);
	return st;
}
static void expect_finding(const char *text)
{
	if (!nt_finding_last() || !strstr(nt_finding_last(), text))
		fail_msg("last finding '%s' does not say '%s'", nt_finding_last(), text);
}

static struct nt_pnp_id id_of(unsigned nic)
{
	struct nt_pnp_id id = {
	        .nic = nic,
	        .instance_id = "0001",
	        .description = "Test NIC",
	        .driver_key =
	                "\\Registry\\Machine\\System\\CurrentControlSet\\Control\\Class\\{4D36E972-E325-11CE-BFC1-08002BE10318}\\0000"};
	strcpy(id.device_id, nic == NT_NO_NIC ? "ROOT\\EXE" : "PCI\\VEN_F1E0&DEV_7031&SUBSYS_00000000&REV_00");
	return id;
}

static void life(void **state)
{
	struct nt_pool_stats s0, s1;
	nt_pool_stats(&s0);
	unsigned handles = nt_handle_count(), findings = nt_finding_count();
	assert_int_equal(load(), STATUS_SUCCESS);
	assert_int_equal(*variable("test_probe"), (ULONG)STATUS_ACCESS_VIOLATION); /* raised, and caught by the driver's __except */
	assert_int_equal(*variable("test_gate_ok"), 1);
	assert_true(nt_reg_key_exists("\\Registry\\Machine\\System\\CurrentControlSet\\Services\\exec"));
	char out[8];
	size_t got;
	assert_int_equal(nt_io_send("\\DosDevices\\Exe", IRP_MJ_DEVICE_CONTROL, CTL_CODE(0x22, 0x900, METHOD_BUFFERED, 0), "\x0f\xf0", 2,
	                            out, sizeof out, &got),
	                 STATUS_SUCCESS);
	assert_int_equal(got, 2);
	assert_memory_equal(out, "\xf0\x0f", 2);

	struct nt_devnode *n;
	struct err e = {0};
	NTSTATUS st;
	struct nt_pnp_id id = id_of(NT_NO_NIC);
	nt_reg_set_sz(id.driver_key, "*Speed", "7");
	assert_int_equal(nt_pnp_create(&id, &n, &e), 0);
	assert_ptr_equal(nt_devnode_of_pdo(nt_devnode_pdo(n)), n);
	assert_int_equal(nt_pnp_add_device(n, driver, &e), 0);
	assert_int_equal(nt_pnp_start(n, &st, &e), 0);
	assert_int_equal(*variable("test_started"), 1);
	assert_int_equal(*variable("test_memory") + *variable("test_messages") + *variable("test_line"), 0); /* root-enumerated: nothing */
	assert_int_equal(*variable("test_registry"), '7');
	assert_int_equal(nt_power_irp(n, IRP_MN_SET_POWER, PowerDeviceD3), STATUS_SUCCESS);
	assert_int_equal(*variable("test_power"), PowerDeviceD3);
	nt_pnp_stop_remove(n, false);
	assert_int_equal(*variable("test_removed"), 1);
	nt_driver_unload(driver);
	assert_int_equal(nt_handle_count(), handles);
	if (nt_finding_count() != findings)
		fail_msg("finding: %s", nt_finding_last());
	nt_pool_stats(&s1);
	assert_true(s1.allocations <= s0.allocations + 2); /* the bus driver's object, the log's */
	assert_int_equal(nt_io_send("\\DosDevices\\Exe", IRP_MJ_CREATE, 0, NULL, 0, NULL, 0, NULL), STATUS_OBJECT_NAME_NOT_FOUND);
}

static void hardware(void **state)
{
	struct nt_devnode *n;
	struct err e = {0};
	NTSTATUS st;
	struct nt_pnp_id id = id_of(0);
	assert_int_equal(load(), STATUS_SUCCESS);
	assert_int_equal(nt_pnp_create(&id, &n, &e), 0);
	assert_int_equal(nt_pnp_add_device(n, driver, &e), 0);
	if (nt_pnp_start(n, &st, &e))
		fail_msg("%s", e.text);
	assert_int_equal(*variable("test_memory"), 2);
	assert_int_equal(*variable("test_messages"), 4);
	assert_int_equal(*variable("test_line"), 0);
	assert_int_equal(*variable("test_vendor"), 0xf1e0); /* configuration space through BUS_INTERFACE_STANDARD */

	ULONG size = 0;
	WCHAR text[200];
	assert_int_equal(IoGetDeviceProperty(nt_devnode_pdo(n), DevicePropertyHardwareID, sizeof text, text, &size), STATUS_SUCCESS);
	assert_memory_equal(text, u"PCI\\VEN_F1E0&DEV_7031&SUBSYS", 56);
	assert_int_equal(IoGetDeviceProperty(nt_devnode_pdo(n), DevicePropertyDriverKeyName, 4, text, &size), STATUS_BUFFER_TOO_SMALL);
	assert_int_equal(IoGetDeviceProperty(nt_devnode_pdo(n), DevicePropertyDriverKeyName, sizeof text, text, &size), STATUS_SUCCESS);
	assert_memory_equal(text, u"{4D36E972-E325-11CE-BFC1-08002BE10318}\\0000", 88);
	GUID g = {0x12345678, 1, 2, {3}};
	UNICODE_STRING link;
	assert_int_equal(IoRegisterDeviceInterface(nt_devnode_pdo(n), &g, NULL, &link), STATUS_SUCCESS);
	char utf8[300];
	nt_utf8_of_ustr(&link, utf8, sizeof utf8);
	assert_string_equal(utf8, "\\??\\PCI#VEN_F1E0&DEV_7031&SUBSYS_00000000&REV_00#0001#{12345678-0001-0002-0300-000000000000}");
	assert_int_equal(IoSetDeviceInterfaceState(&link, TRUE), STATUS_SUCCESS);
	assert_int_equal(IoSetDeviceInterfaceState(&link, TRUE), STATUS_OBJECT_NAME_EXISTS);
	PWSTR list;
	assert_int_equal(IoGetDeviceInterfaces(&g, NULL, 0, &list), STATUS_SUCCESS);
	assert_memory_equal(list, link.Buffer, link.Length);
	ExFreePool(list);
	assert_int_equal(IoSetDeviceInterfaceState(&link, FALSE), STATUS_SUCCESS);
	RtlFreeUnicodeString(&link);

	PHYSICAL_ADDRESS at = {.QuadPart = 0xf0100000};
	volatile uint32_t *shadow = MmMapIoSpace(at, 4096, MmNonCached);
	assert_non_null((void *)shadow);
	*(uint32_t *)((char *)nt_cfg.ram + lab.shared->bar[2].shadow + 8) = 0xabcd;
	assert_int_equal(shadow[2], 0xabcd); /* read without a trap */
	assert_true(MmIsAddressValid((PVOID)shadow));
	assert_int_equal(MmGetPhysicalAddress((PVOID)shadow).QuadPart, 0xf0100000);
	MmUnmapIoSpace((PVOID)shadow, 4096);
	at.QuadPart = 0xf0000010;
	char *trap = MmMapIoSpace(at, 16, MmNonCached);
	uint64_t v = 0;
	assert_int_equal(nt_io_access((uint64_t)(uintptr_t)trap + 4, 0, 4, &v), 0);
	assert_int_equal(v, 0x1014);
	MmUnmapIoSpace(trap, 16);
	unsigned findings = nt_finding_count();
	at.QuadPart = 0xe0000000;
	assert_null(MmMapIoSpace(at, 4096, MmNonCached));
	assert_int_equal(nt_finding_count(), findings + 1);

	nt_pnp_stop_remove(n, false);
	/* again, with the messages filtered out by the driver */
	assert_int_equal(nt_pnp_create(&id, &n, &e), 0);
	*variable("test_no_messages") = 1;
	assert_int_equal(nt_pnp_add_device(n, driver, &e), 0);
	if (nt_pnp_start(n, &st, &e))
		fail_msg("%s", e.text);
	assert_int_equal(*variable("test_messages"), 0);
	assert_int_equal(*variable("test_line"), 1);
	assert_int_equal(*variable("test_memory"), 2);
	nt_pnp_stop_remove(n, true);
	assert_int_equal(*variable("test_surprise"), 1);
	assert_int_equal(*variable("test_removed"), 2);
	/* and with the INF's word: no MSI */
	uint32_t off = 0;
	nt_reg_load("\\Registry\\Machine\\System\\CurrentControlSet\\Enum\\PCI\\VEN_F1E0&DEV_7031&SUBSYS_00000000&REV_00\\0001\\Device "
	            "Parameters\\Interrupt "
	            "Management\\MessageSignaledInterruptProperties",
	            "MSISupported", REG_DWORD, &off, 4);
	*variable("test_no_messages") = 0;
	assert_int_equal(nt_pnp_create(&id, &n, &e), 0);
	assert_int_equal(nt_pnp_add_device(n, driver, &e), 0);
	assert_int_equal(nt_pnp_start(n, &st, &e), 0);
	assert_int_equal(*variable("test_messages"), 0);
	assert_int_equal(*variable("test_line"), 1);
	nt_pnp_stop_remove(n, false);
	nt_driver_unload(driver);
	id.nic = 2;
	assert_int_equal(nt_pnp_create(&id, &n, &e), -ENODEV);
	assert_non_null(strstr(e.text, "not plugged in"));
}

/* DriverEntry reads its switches before anybody could set them: preset them in the file's data section, found by mapping it once. */
static void preset(const char *name, ULONG value)
{
	struct err e = {0};
	struct image *m;
	static const ULONG mark = 0x5ca1ab1e;
	read_file();
	assert_int_equal(image_load(file, file_bytes, "exec_driver.sys", &m, &e), 0);
	ULONG *at = image_export_address(m, name);
	const char *base = image_info(m)->base;
	uint32_t rva = (uint32_t)((char *)at - base);
	image_unload(m);
	(void)mark;
	/* section table: PE header at e_lfanew, sections after the optional header */
	uint32_t pe = *(uint32_t *)(file + 60);
	uint16_t sections = *(uint16_t *)(file + pe + 6), optional = *(uint16_t *)(file + pe + 20);
	for (unsigned i = 0; i < sections; i++) {
		uint8_t *s = file + pe + 24 + optional + 40 * i;
		uint32_t va = *(uint32_t *)(s + 12), raw_size = *(uint32_t *)(s + 16), raw = *(uint32_t *)(s + 20);
		if (rva >= va && rva + 4 <= va + raw_size) {
			memcpy(file + raw + (rva - va), &value, 4);
			return;
		}
	}
	fail_msg("%s lies in no initialized data", name);
}
static NTSTATUS load_preset(void)
{
	struct err e = {0};
	NTSTATUS st;
	nt_driver_load(file, file_bytes, "exec_driver.sys", "exec", &driver, &st, &e);
	return st;
}
static void leaks(void **state)
{
	unsigned before = nt_finding_count();
	preset("test_leak", 3);
	assert_int_equal(load_preset(), STATUS_SUCCESS);
	*variable("test_keep_device") = 1;
	nt_driver_unload(driver);
	assert_int_equal(nt_finding_count(), before + 2); /* the device, the pool */
	expect_finding("3 blocks 'Leak' (300 bytes) allocated by exec_driver.sys+0x");
}
static void failing_entry(void **state)
{
	preset("test_fail_entry", 1);
	assert_int_equal(load_preset(), STATUS_NO_SUCH_DEVICE);
	assert_null(driver);
}
static void double_free(void)
{
	exec_start(false);
	preset("test_double_free", 1);
	load_preset();
}
static void crashing_entry(void **state)
{
	EXPECT_CRASH(double_free(), "freed twice: first by exec_driver.sys+0x"); /* a child with an executive of its own */
	assert_non_null(strstr(exec_crash.line, "'Dubl' (100 bytes, allocated by exec_driver.sys"));
	assert_string_equal(exec_crash.callback, "DriverEntry");
}
static void verified(void **state)
{
	nt_exit();
	assert_int_equal(exec_start(true), 0);
	life(state);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test_setup_teardown(life, setup, end),
	        cmocka_unit_test_setup_teardown(hardware, setup_nic, end),
	        cmocka_unit_test_setup_teardown(leaks, setup, end),
	        cmocka_unit_test_setup_teardown(failing_entry, setup, end),
	        cmocka_unit_test(crashing_entry),
	        cmocka_unit_test_setup_teardown(verified, setup, end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
