/* virtio-net as a PCI function: capabilities, feature negotiation, status, queue registers, device configuration, settings. */
#include "rig.h"

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

static void test_capabilities(void **state)
{
	(void)state;
	vn_plug(VN_SPEC, true, 0);
	char id[96];
	unsigned seen = 0, at = cfg(0x34, 1), steps = 0, window = 0;
	nic_hardware_id(vn, id, sizeof id);
	assert_string_equal(id, "PCI\\VEN_1AF4&DEV_1041&SUBSYS_11001AF4&REV_01");
	assert_ptr_equal(nic_model_for(id), nic_model_find("virtio-net"));
	for (; at; at = cfg(at + 1, 1)) {
		assert_true(steps++ < 16);
		if (cfg(at, 1) != 9)
			continue;
		const unsigned type = cfg(at + 3, 1), bar = cfg(at + 4, 1), offset = cfg(at + 8, 4), length = cfg(at + 12, 4);
		assert_false(seen & 1u << type);
		seen |= 1u << type;
		assert_int_equal(bar, 0);
		assert_true(offset + length <= bus_machine_nic(0)->bar[0].size);
		if (type == VIRTIO_PCI_CAP_NOTIFY_CFG)
			assert_int_equal(cfg(at + 16, 4), VNET_NOTIFY_EVERY);
		if (type == VIRTIO_PCI_CAP_PCI_CFG)
			window = at;
	}
	assert_int_equal(seen, 1u << 1 | 1u << 2 | 1u << 3 | 1u << 4 | 1u << 5);
	/* BAR0 by configuration cycles: write the status, read it back both ways; what is not a whole access moves nothing */
	cfg_write(window + 8, 4, VIRTIO_PCI_COMMON_STATUS);
	cfg_write(window + 12, 4, 1);
	cfg_write(window + 16, 1, 3);
	assert_int_equal(cfg(window + 16, 1), 3);
	assert_int_equal(vn_status(), 3);
	cfg_write(window + 12, 4, 3);
	cfg_write(window + 16, 1, 7);
	assert_int_equal(cfg(window + 16, 1), 0xff);
	cfg_write(window + 8, 4, 0xfffffffe);
	cfg_write(window + 12, 4, 2);
	assert_int_equal(cfg(window + 16, 2), 0xffff);
	assert_int_equal(vn_status(), 3);
	board_down(vn);
}

static void test_features(void **state)
{
	(void)state;
	vn_plug(VN_SPEC, true, 0);
	const uint64_t all = vn_offered();
	const unsigned want[] = {VIRTIO_F_VERSION_1,       VIRTIO_RING_F_EVENT_IDX, VIRTIO_RING_F_INDIRECT_DESC, VIRTIO_NET_F_CSUM,
	                         VIRTIO_NET_F_GUEST_CSUM,  VIRTIO_NET_F_MAC,        VIRTIO_NET_F_GUEST_TSO4,     VIRTIO_NET_F_GUEST_TSO6,
	                         VIRTIO_NET_F_HOST_TSO4,   VIRTIO_NET_F_HOST_TSO6,  VIRTIO_NET_F_MRG_RXBUF,      VIRTIO_NET_F_STATUS,
	                         VIRTIO_NET_F_CTRL_VQ,     VIRTIO_NET_F_CTRL_RX,    VIRTIO_NET_F_CTRL_MAC_ADDR,  VIRTIO_NET_F_MTU,
	                         VIRTIO_NET_F_SPEED_DUPLEX};
	for (unsigned i = 0; i < ARRAY_LEN(want); i++)
		assert_true(all & VN_F(want[i]));
	assert_false(all & VN_F(VIRTIO_NET_F_MQ));
	vn_wr(VIRTIO_PCI_COMMON_DFSELECT, 4, 2);
	assert_int_equal(vn_rd(VIRTIO_PCI_COMMON_DF, 4), 0);
	assert_true(vn_negotiate(all));
	assert_true(vn_negotiate(VN_F(VIRTIO_F_VERSION_1)));
	assert_false(vn_negotiate(VN_F(VIRTIO_NET_F_CSUM)));                                 /* no VERSION_1 */
	assert_false(vn_negotiate(VN_F(VIRTIO_F_VERSION_1) | VN_F(VIRTIO_NET_F_MQ)));        /* not offered */
	assert_false(vn_negotiate(VN_F(VIRTIO_F_VERSION_1) | VN_F(VIRTIO_NET_F_HOST_TSO4))); /* needs CSUM */
	assert_false(vn_negotiate(VN_F(VIRTIO_F_VERSION_1) | VN_F(VIRTIO_NET_F_GUEST_TSO6)));
	assert_false(vn_negotiate(VN_F(VIRTIO_F_VERSION_1) | VN_F(VIRTIO_NET_F_CTRL_RX)));
	/* refused: the driver may try again without a reset; DRIVER_OK is not to be had so; features stay once accepted */
	vn_wr(VIRTIO_PCI_COMMON_STATUS, 1, 15);
	assert_int_equal(vn_status(), 3);
	vn_wr(VIRTIO_PCI_COMMON_GFSELECT, 4, 0);
	vn_wr(VIRTIO_PCI_COMMON_GF, 4, 0);
	vn_wr(VIRTIO_PCI_COMMON_STATUS, 1, 11);
	assert_int_equal(vn_status(), 11);
	vn_wr(VIRTIO_PCI_COMMON_GF, 4, 1);
	assert_int_equal(vn_rd(VIRTIO_PCI_COMMON_GF, 4), 0);
	assert_int_equal(board_findings, 0);
	board_down(vn);
}

static void test_settings_switch_features_off(void **state)
{
	(void)state;
	static const struct {
		const char *setting;
		uint64_t gone;
	} cases[] = {
	        {"csum=off",
	         VN_F(VIRTIO_NET_F_CSUM) | VN_F(VIRTIO_NET_F_HOST_TSO4) | VN_F(VIRTIO_NET_F_HOST_TSO6) | VN_F(VIRTIO_NET_F_HOST_ECN)},
	        {"guestcsum=off", VN_F(VIRTIO_NET_F_GUEST_CSUM) | VN_F(VIRTIO_NET_F_GUEST_TSO4) | VN_F(VIRTIO_NET_F_GUEST_TSO6) |
	                                  VN_F(VIRTIO_NET_F_GUEST_ECN)},
	        {"tso=off", VN_F(VIRTIO_NET_F_HOST_TSO4) | VN_F(VIRTIO_NET_F_HOST_TSO6) | VN_F(VIRTIO_NET_F_HOST_ECN)},
	        {"tso4=off", VN_F(VIRTIO_NET_F_HOST_TSO4)},
	        {"tso6=off", VN_F(VIRTIO_NET_F_HOST_TSO6)},
	        {"ecn=off", VN_F(VIRTIO_NET_F_HOST_ECN)},
	        {"guesttso4=off", VN_F(VIRTIO_NET_F_GUEST_TSO4)},
	        {"guesttso6=off", VN_F(VIRTIO_NET_F_GUEST_TSO6)},
	        {"guestecn=off", VN_F(VIRTIO_NET_F_GUEST_ECN)},
	        {"mrg=off", VN_F(VIRTIO_NET_F_MRG_RXBUF)},
	        {"indirect=off", VN_F(VIRTIO_RING_F_INDIRECT_DESC)},
	        {"eventidx=off", VN_F(VIRTIO_RING_F_EVENT_IDX)},
	        {"status=off", VN_F(VIRTIO_NET_F_STATUS)},
	        {"ctrl=off", VN_F(VIRTIO_NET_F_CTRL_VQ) | VN_F(VIRTIO_NET_F_CTRL_RX) | VN_F(VIRTIO_NET_F_CTRL_RX_EXTRA) |
	                             VN_F(VIRTIO_NET_F_CTRL_MAC_ADDR)},
	        {"ctrlrx=off", VN_F(VIRTIO_NET_F_CTRL_RX)},
	        {"ctrlrxextra=off", VN_F(VIRTIO_NET_F_CTRL_RX_EXTRA)},
	        {"ctrlmac=off", VN_F(VIRTIO_NET_F_CTRL_MAC_ADDR)},
	        {"version1=off", VN_F(VIRTIO_F_VERSION_1)},
	        {"mac=off", VN_F(VIRTIO_NET_F_MAC)},
	        {"mtu=off", VN_F(VIRTIO_NET_F_MTU)},
	        {"speed=off", VN_F(VIRTIO_NET_F_SPEED_DUPLEX)},
	};
	vn_plug(VN_SPEC, true, 0);
	const uint64_t all = vn_offered();
	board_down(vn);
	for (unsigned i = 0; i < ARRAY_LEN(cases); i++) {
		char spec[96];
		snprintf(spec, sizeof spec, "%s,%s", VN_SPEC, cases[i].setting);
		vn_plug(spec, true, 0);
		assert_int_equal(all & ~vn_offered(), cases[i].gone);
		assert_int_equal(vn_negotiate(vn_offered()), strcmp(cases[i].setting, "version1=off") != 0);
		board_down(vn);
	}
}

static void refused(const char *settings, const char *expect)
{
	struct nic *n = NULL;
	struct err e = {0};
	char spec[128];
	snprintf(spec, sizeof spec, "virtio-net,%s", settings);
	assert_true(nic_create(spec, "x", &n, &e) < 0);
	if (!strstr(e.text, expect))
		fail_msg("'%s' gave: %s", spec, e.text);
}

static void test_bad_settings(void **state)
{
	(void)state;
	refused("color=red", "no setting 'color'");
	refused("tso4=maybe", "on or off");
	refused("ring=100", "a power of two");
	refused("ring=2048", "from 8 to 1024");
	refused("pairs=9", "from 1 to 8");
	refused("mac=01:00:00:00:00:00", "multicast");
	refused("mac=perhaps", "six bytes");
	refused("mtu=67", "from 68 to 65521");
	refused("msix=65", "from 0 to 64");
	refused("link=sideways", "up or down");
}

static void test_queue_registers(void **state)
{
	(void)state;
	vn_plug(VN_SPEC ",ring=128", true, 0);
	assert_true(vn_negotiate(vn_offered()));
	assert_int_equal(vn_rd(VIRTIO_PCI_COMMON_NUMQ, 2), 3);
	vn_wr(VIRTIO_PCI_COMMON_Q_SELECT, 2, 3);
	assert_int_equal(vn_rd(VIRTIO_PCI_COMMON_Q_SIZE, 2), 0);
	vn_wr(VIRTIO_PCI_COMMON_Q_ENABLE, 2, 1); /* of no queue: nothing */
	vn_wr(VIRTIO_PCI_COMMON_Q_SELECT, 2, 1);
	assert_int_equal(vn_rd(VIRTIO_PCI_COMMON_Q_SIZE, 2), 128);
	for (unsigned i = 0; i < 4; i++) { /* too large, no power of two, too small: as it was */
		static const uint16_t bad[] = {256, 100, 1, 0};
		vn_wr(VIRTIO_PCI_COMMON_Q_SIZE, 2, bad[i]);
		assert_int_equal(vn_rd(VIRTIO_PCI_COMMON_Q_SIZE, 2), 128);
	}
	vn_wr(VIRTIO_PCI_COMMON_Q_MSIX, 2, 3);
	assert_int_equal(vn_rd(VIRTIO_PCI_COMMON_Q_MSIX, 2), 3);
	vn_wr(VIRTIO_PCI_COMMON_Q_MSIX, 2, 4); /* there are four: refused */
	assert_int_equal(vn_rd(VIRTIO_PCI_COMMON_Q_MSIX, 2), VIRTIO_MSI_NO_VECTOR);
	/* halves, whole, and what is no member */
	vn_wr(VIRTIO_PCI_COMMON_Q_DESCLO, 4, 0x11223340);
	vn_wr(VIRTIO_PCI_COMMON_Q_DESCHI, 4, 0x55);
	assert_true(vn_rd(VIRTIO_PCI_COMMON_Q_DESCLO, 8) == 0x5511223340ull);
	vn_wr(VIRTIO_PCI_COMMON_Q_DESCLO, 2, 0xffff);
	assert_int_equal(vn_rd(VIRTIO_PCI_COMMON_Q_DESCLO, 4), 0x11223340);
	assert_int_equal(vn_rd(VIRTIO_PCI_COMMON_STATUS, 4), UINT32_MAX);
	assert_int_equal(vn_rd(0x200, 4), UINT32_MAX);
	vn_queue(1, 64, 1);
	assert_int_equal(vn_rd(VIRTIO_PCI_COMMON_Q_ENABLE, 2), 1);
	vn_wr(VIRTIO_PCI_COMMON_Q_SIZE, 2, 32); /* enabled: stays */
	assert_int_equal(vn_rd(VIRTIO_PCI_COMMON_Q_SIZE, 2), 64);
	assert_int_equal(vn_rd(VIRTIO_PCI_COMMON_Q_NOFF, 2), 1);
	bus_machine_reset(0);
	assert_int_equal(vn_status(), 0);
	vn_wr(VIRTIO_PCI_COMMON_Q_SELECT, 2, 1);
	assert_int_equal(vn_rd(VIRTIO_PCI_COMMON_Q_ENABLE, 2), 0);
	assert_int_equal(board_findings, 0);
	board_down(vn);
}

static void test_device_configuration(void **state)
{
	(void)state;
	struct err e = {0};
	vn_up(VN_SPEC ",mtu=1400,speed=25000", VN_ALL);
	uint8_t mac[6];
	for (unsigned i = 0; i < 6; i++)
		mac[i] = (uint8_t)vn_rd(VNET_BAR_DEVICE + i, 1);
	assert_memory_equal(mac, rig_mac, 6);
	assert_int_equal(vn_rd(VNET_BAR_DEVICE + 6, 2), VIRTIO_NET_S_LINK_UP);
	assert_int_equal(vn_rd(VNET_BAR_DEVICE + offsetof(struct virtio_net_config, mtu), 2), 1400);
	assert_int_equal(vn_rd(VNET_BAR_DEVICE + offsetof(struct virtio_net_config, speed), 4), 25000);
	assert_int_equal(vn_rd(VNET_BAR_DEVICE + offsetof(struct virtio_net_config, duplex), 1), 1);
	assert_int_equal(vn_rd(VNET_BAR_DEVICE + 0x800, 4), 0);
	vn_wr(VNET_BAR_DEVICE, 4, 0); /* read-only in a modern device */
	assert_int_equal(vn_rd(VNET_BAR_DEVICE, 1), 0x02);
	const uint64_t generation = vn_rd(VIRTIO_PCI_COMMON_CFGGENERATION, 1);
	assert_int_equal(nic_set(vn, "link", "down", &e), 0);
	assert_true(board_interrupt(3, 500));
	assert_int_equal(vn_rd(VNET_BAR_DEVICE + 6, 2), 0);
	assert_int_not_equal(vn_rd(VIRTIO_PCI_COMMON_CFGGENERATION, 1), generation);
	assert_int_equal(nic_set(vn, "link", "down", &e), 0); /* nothing changed: nothing said */
	assert_false(board_interrupt(3, 20));
	assert_int_equal(nic_set(vn, "tso4", "off", &e), -EBUSY);
	assert_non_null(strstr(e.text, "soldered in"));
	assert_int_equal(nic_set(vn, "color", "red", &e), -EINVAL);
	board_down(vn);
}

/* Without MSI-X: the cause is in ISR, reading it takes the line down (1.2, 4.1.4.5). */
static void test_line_interrupt(void **state)
{
	(void)state;
	struct err e = {0};
	struct made m;
	struct vring_used_elem u;
	vn_up(VN_SPEC ",msix=0", VN_ALL);
	make_frame(&m, (struct shape){.ip = 4, .proto = 17, .payload = 10}, SUM_REAL);
	vn_send((struct virtio_net_hdr_v1){0}, m.data, m.bytes);
	assert_true(vn_next_used(TX, &u, 1000));
	assert_true(board_interrupt(0, 500));
	assert_int_equal(vn_rd(VNET_BAR_ISR, 1), 1);
	assert_int_equal(vn_rd(VNET_BAR_ISR, 1), 0);
	assert_int_equal(nic_set(vn, "link", "down", &e), 0);
	assert_true(board_interrupt(0, 500));
	assert_int_equal(vn_rd(VNET_BAR_ISR, 1), 2);
	board_down(vn);
}

static void test_show_gives_settings_back(void **state)
{
	(void)state;
	vn_up(VN_SPEC ",mrg=off,pairs=2,mtu=off", VN_ALL);
	json_t *j = nic_show(vn), *set = json_object_get(j, "settings"), *value;
	const char *name;
	char spec[1024] = "virtio-net";
	struct nic *again = NULL;
	struct err e = {0};
	json_object_foreach(set, name, value)
	        snprintf(spec + strlen(spec), sizeof spec - strlen(spec), ",%s=%s", name, json_string_value(value));
	assert_string_equal(json_string_value(json_object_get(j, "device")), "running");
	if (nic_create(spec, "x", &again, &e))
		fail_msg("%s", e.text);
	json_t *k = nic_show(again);
	assert_true(json_equal(set, json_object_get(k, "settings")));
	assert_true(json_equal(json_object_get(j, "offered"), json_object_get(k, "offered")));
	json_decref(j);
	json_decref(k);
	nic_destroy(again);
	board_down(vn);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(test_capabilities),
	        cmocka_unit_test(test_features),
	        cmocka_unit_test(test_settings_switch_features_off),
	        cmocka_unit_test(test_bad_settings),
	        cmocka_unit_test(test_queue_registers),
	        cmocka_unit_test(test_device_configuration),
	        cmocka_unit_test(test_line_interrupt),
	        cmocka_unit_test(test_show_gives_settings_back),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
