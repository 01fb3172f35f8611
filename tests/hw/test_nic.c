/* PCI function, models by id, --nic arguments, the register stub, DMA bounds, detach and attach. */
#include "board.h"

static void test_models_by_hardware_id(void **state)
{
	char text[512];
	(void)state;
	assert_string_equal(nic_model_for("PCI\\VEN_F1E0&DEV_7031&SUBSYS_0001F1E0&REV_01")->name, "toe");
	assert_string_equal(nic_model_for("pci\\ven_f1e0&dev_7031")->name, "toe");
	assert_string_equal(nic_model_for("PCI\\VEN_1AF4&DEV_1041&SUBSYS_11001AF4&REV_01")->name, "virtio-net");
	assert_null(nic_model_for("PCI\\VEN_1AF4&DEV_1000")); /* transitional: has the legacy interface */
	assert_null(nic_model_for("ROOT\\WINTUN"));
	nic_model_missing("PCI\\VEN_1AF4&DEV_1000", text, sizeof text);
	assert_non_null(strstr(text, "PCI\\VEN_1AF4&DEV_1000"));
	assert_non_null(strstr(text, "toe (PCI f1e0:7031), virtio-net (PCI 1af4:1041);"));
	assert_non_null(strstr(text, "--nic stub,id=1af4:1000,bar0=64K"));
	assert_null(strchr(text, '\n'));
}

static void refused(const char *spec, const char *expect)
{
	struct nic *n = NULL;
	struct err e = {0};
	assert_true(nic_create(spec, "x", &n, &e) < 0);
	if (!strstr(e.text, expect))
		fail_msg("'%s' gave: %s", spec, e.text);
	assert_null(n);
}

static void test_bad_specs_say_what_is_wrong(void **state)
{
	(void)state;
	refused("to", "there are: toe, virtio-net, stub");
	refused("", "no NIC model");
	refused("stub", "id=VVVV:DDDD");
	refused("stub,id=1af4", "not understood");
	refused("stub,id=1af4:1041,bar0=3000", "power of two");
	refused("stub,id=1af4:1041,bar0=64M", "power of two");
	refused("stub,id=1af4:1041,bar7=64K", "not understood");
	refused("stub,id=1af4:1041,bar0", "NAME=VALUE");
	refused("stub,id=1af4:1041,reg:zz=1", "not understood");
	refused("toe,capacity=-1", "a number from 0 to 65536");
	refused("toe,capacity=70000", "a number from 0 to 65536");
	refused("toe,ipv6=maybe", "on or off");
	refused("toe,mac=01:00:00:00:00:00", "multicast");
	refused("toe,mac=1:2:3", "six bytes");
	refused("toe,color=red", "no setting 'color'");
	refused("toe,admin=hold", "only a running card");
}

static uint32_t cfg(unsigned offset, unsigned size)
{
	uint32_t v = 0;
	assert_int_equal(bus_machine_config(0, false, offset, &v, size), size);
	return v;
}
static void cfg_write(unsigned offset, unsigned size, uint32_t v)
{
	bus_machine_config(0, true, offset, &v, size);
}

static void test_configuration_space(void **state)
{
	(void)state;
	struct nic *n = board_up("stub,id=8086:1572,subsys=8086:0001,rev=2,bar0=1M,io=32,bar3=16K,msix=5", 0);
	char id[96];
	nic_hardware_id(n, id, sizeof id);
	assert_string_equal(id, "PCI\\VEN_8086&DEV_1572&SUBSYS_00018086&REV_02");
	assert_int_equal(cfg(0, 4), 0x15728086);
	assert_int_equal(cfg(8, 4), 0x02000002);
	assert_int_equal(cfg(0x2c, 4), 0x00018086);
	/* BAR sizing, as a bus driver does it */
	const uint32_t bar0 = cfg(0x10, 4), io = cfg(0x14, 4);
	assert_int_equal(bar0, bus_machine_nic(0)->bar[0].phys);
	assert_int_equal(io, bus_machine_nic(0)->bar[1].phys | 1);
	cfg_write(0x10, 4, UINT32_MAX);
	assert_int_equal(cfg(0x10, 4), 0xfff00000);
	cfg_write(0x10, 4, bar0);
	assert_int_equal(cfg(0x10, 4), bar0);
	cfg_write(0x14, 4, UINT32_MAX);
	assert_int_equal(cfg(0x14, 4), 0xffffffe1);
	cfg_write(0x20, 4, UINT32_MAX); /* absent */
	assert_int_equal(cfg(0x24, 4), 0);
	cfg_write(0, 4, 0); /* ids are not writable */
	assert_int_equal(cfg(0, 4), 0x15728086);
	/* capabilities: power management, MSI-X, PCI Express */
	assert_true(cfg(6, 2) & 0x10);
	unsigned at = cfg(0x34, 1), seen = 0;
	for (; at; at = cfg(at + 1, 1)) {
		const uint32_t c = cfg(at, 1);
		seen |= c == 1 ? 1 : c == 0x11 ? 2 : c == 0x10 ? 4 : 8;
		if (c == 0x11) {
			assert_int_equal(cfg(at + 2, 2) & 0x7ff, 4);
			assert_int_equal(cfg(at + 4, 4) & 7, 2); /* the first free BAR */
		}
	}
	assert_int_equal(seen, 7);
	board_down(n);
}

static void test_msix_masks_and_pending(void **state)
{
	(void)state;
	struct err e = {0};
	struct nic *n = board_up("stub,id=8086:1572,bar0=64K,msix=3", 0);
	assert_int_equal(bus_machine_start(0, 4), -EINVAL);
	assert_int_equal(bus_machine_start(0, 3), 0);
	assert_int_equal(nic_set(n, "irq", "2", &e), 0);
	assert_true(board_interrupt(2, 100));
	/* masked in the table: pending bit, nothing sent; unmasking sends it */
	uint64_t v = 1;
	bus_machine_access(0, 1, 2 * 16 + 12, true, 4, &v);
	assert_int_equal(nic_set(n, "irq", "2", &e), 0);
	assert_false(board_interrupt(2, 20));
	bus_machine_access(0, 1, 0x800, false, 4, &v);
	assert_int_equal(v, 4);
	v = 0;
	bus_machine_access(0, 1, 2 * 16 + 12, true, 4, &v);
	bus_machine_flush(0);
	assert_true(board_interrupt(2, 100));
	assert_int_equal(nic_set(n, "irq", "9", &e), -EINVAL);
	/* only one message granted: the others stay masked */
	assert_int_equal(bus_machine_start(0, 1), 0);
	nic_set(n, "irq", "1", &e);
	assert_false(board_interrupt(1, 20));
	/* no messages: the line, on vector 0, whatever the vector */
	assert_int_equal(bus_machine_start(0, 0), 0);
	nic_set(n, "irq", "1", &e);
	assert_true(board_interrupt(0, 100));
	board_down(n);
	n = board_up("stub,id=8086:1572,bar0=64K", 0);
	assert_int_equal(bus_machine_start(0, 1), -ENOTSUP);
	board_down(n);
}

static void test_stub_registers(void **state)
{
	(void)state;
	struct err e = {0};
	struct nic *n =
	        board_up("stub,id=1af4:1041,bar0=64K,io=32,fill=0xff,reg:0x10=0x1234,ro:0x20=7,reg:1:4/2=0xbeef,cfg:0x90=0xabcd", 0);
	assert_int_equal(board_read(0x10), 0x1234);
	assert_int_equal(board_read(0x14), UINT32_MAX);
	board_write(0x14, 5);
	assert_int_equal(board_read(0x14), 5);
	board_write(0x20, 9);
	assert_int_equal(board_read(0x20), 7);
	uint64_t v;
	bus_machine_access(0, 1, 4, false, 2, &v);
	assert_int_equal(v, 0xbeef);
	assert_int_equal(cfg(0x90, 4), 0xabcd);
	assert_int_equal(nic_set(n, "reg:0x10", "0x77", &e), 0);
	assert_int_equal(board_read(0x10), 0x77);
	assert_int_equal(nic_set(n, "bar0", "1M", &e), -EBUSY);
	json_t *j = nic_show(n);
	assert_string_equal(json_string_value(json_object_get(j, "state")), "running");
	bool found = false;
	size_t i;
	json_t *r;
	json_array_foreach(json_object_get(j, "registers"), i, r) if (json_integer_value(json_object_get(r, "offset")) == 0x14 &&
	                                                              json_integer_value(json_object_get(r, "bar")) == 0)
	{
		assert_int_equal(json_integer_value(json_object_get(r, "reads")), 2);
		assert_int_equal(json_integer_value(json_object_get(r, "writes")), 1);
		found = true;
	}
	assert_true(found);
	json_decref(j);
	bus_machine_reset(0);
	assert_int_equal(board_read(0x14), UINT32_MAX);
	assert_int_equal(board_read(0x10), 0x77);
	board_down(n);
}

/* The settings a stub shows are the ones it takes. */
static void test_stub_settings_go_round(void **state)
{
	(void)state;
	struct nic *n = NULL, *m = NULL;
	assert_int_equal(nic_create("stub,id=1af4:1041,bar0=64K,msix=2,reg:0x10=1,ro:2:4/1=3,cfg:0x90/2=5", "x", &n, NULL), 0);
	json_t *a = nic_show(n);
	char spec[512] = "stub";
	const char *k;
	json_t *v;
	json_object_foreach(json_object_get(a, "settings"), k, v)
	        snprintf(spec + strlen(spec), sizeof spec - strlen(spec), ",%s=%s", k, json_string_value(v));
	assert_int_equal(nic_create(spec, "x", &m, NULL), 0);
	json_t *b = nic_show(m);
	assert_true(json_equal(a, b));
	json_decref(a);
	json_decref(b);
	nic_destroy(n);
	nic_destroy(m);
}

static void test_a_nic_outlives_its_machine(void **state)
{
	(void)state;
	struct err e = {0};
	struct nic *n = board_up("toe,capacity=77", 0);
	assert_int_equal(nic_set(n, "link", "down", &e), 0);
	nic_detach(n);
	json_t *j = nic_show(n);
	assert_string_equal(json_string_value(json_object_get(j, "state")), "off");
	json_decref(j);
	board_memory_free();
	board_memory(0);
	const struct nic_attach a = {
	        .ram = board_ram, .ram_size = BOARD_RAM, .bus_offset = BOARD_BUS, .kick_fd = board_kick_fd, .irq_fd = board_irq_fds};
	assert_int_equal(nic_attach(n, &a, &e), 0);
	assert_int_equal(nic_attach(n, &a, &e), -EBUSY);
	const struct bus_machine_fds fds = {board_kick, board_irq};
	assert_int_equal(bus_machine_init(board_ram, &fds, &e), 0);
	assert_int_equal(board_read(0x84), 77);
	assert_int_equal(board_read(0x18), 0);
	board_down(n);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(test_models_by_hardware_id),
	        cmocka_unit_test(test_bad_specs_say_what_is_wrong),
	        cmocka_unit_test(test_configuration_space),
	        cmocka_unit_test(test_msix_masks_and_pending),
	        cmocka_unit_test(test_stub_registers),
	        cmocka_unit_test(test_stub_settings_go_round),
	        cmocka_unit_test(test_a_nic_outlives_its_machine),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
