/* The reference NIC against its manual: information page, commands, events, resets, line interrupts, and hostile rings. */
#include "../board.h"
#include "hw/toe/regs.h"

#define ENTRIES      8u
#define ASQ          (BOARD_POOL + 0x0000u) /* RAM offsets */
#define ACQ          (BOARD_POOL + 0x1000u)
#define EVQ          (BOARD_POOL + 0x2000u)
#define BUF          (BOARD_POOL + 0x3000u)
#define PHYS(offset) (RAM_PHYS_BASE + (offset))
static unsigned sq_tail, cq_at, ev_at;

static const uint32_t *info(void)
{
	return (const uint32_t *)(board_ram + bus_machine_shadow(0, 0, 0));
}

static void rings(void)
{
	memset(board_ram + ASQ, 0, 0x3000);
	board_write(TOE_ASQ_LO, (uint32_t)PHYS(ASQ));
	board_write(TOE_ASQ_HI, PHYS(ASQ) >> 32);
	board_write(TOE_ACQ_LO, (uint32_t)PHYS(ACQ));
	board_write(TOE_ACQ_HI, PHYS(ACQ) >> 32);
	board_write(TOE_ADMIN_SIZE, ENTRIES);
	board_write(TOE_EVQ_LO, (uint32_t)PHYS(EVQ));
	board_write(TOE_EVQ_HI, PHYS(EVQ) >> 32);
	board_write(TOE_EVQ_SIZE, ENTRIES);
	board_write(TOE_INT_ENABLE, TOE_INT_ADMIN | TOE_INT_EVENT | TOE_INT_FATAL);
	board_write(TOE_CONTROL, TOE_CONTROL_RUN);
	sq_tail = cq_at = ev_at = 0;
}

static struct nic *up(const char *spec)
{
	struct nic *n = board_up(spec, 0);
	bus_machine_start(0, nic_identity(n)->msix_vectors);
	rings();
	assert_int_equal(board_read(TOE_STATUS), TOE_STATUS_READY | TOE_STATUS_RUNNING);
	return n;
}

static void post(struct toe_command c)
{
	memcpy(board_ram + ASQ + sq_tail * sizeof c, &c, sizeof c);
	sq_tail = (sq_tail + 1) % ENTRIES;
	board_write(TOE_ASQ_TAIL, sq_tail);
}

/* The next completion, or -1 */
static int completion(uint16_t id)
{
	bus_machine_flush(0);
	const struct toe_completion *k = (const void *)(board_ram + ACQ + cq_at % ENTRIES * sizeof *k);
	if ((k->phase & 1) != !(cq_at & ENTRIES))
		return -1;
	assert_int_equal(k->id, id);
	assert_int_equal(k->sq_head, (cq_at + 1) % ENTRIES);
	cq_at++;
	return k->status;
}

static int command(struct toe_command c)
{
	static uint16_t id = 100;
	c.id = ++id;
	post(c);
	return completion(id);
}

static int with_data(uint16_t opcode, const void *data, uint32_t bytes)
{
	memcpy(board_ram + BUF, data, bytes);
	return command((struct toe_command){.opcode = opcode, .data = PHYS(BUF), .length = bytes});
}

static bool event(struct toe_event *v)
{
	bus_machine_flush(0);
	memcpy(v, board_ram + EVQ + ev_at % ENTRIES * sizeof *v, sizeof *v);
	if ((v->phase & 1) != !(ev_at & ENTRIES))
		return false;
	ev_at++;
	board_write(TOE_EVQ_HEAD, ev_at % ENTRIES);
	return true;
}

static json_int_t enabled(struct nic *n, const char *what)
{
	json_t *j = nic_show(n);
	const json_int_t v = json_integer_value(json_object_get(json_object_get(j, "enabled"), what));
	json_decref(j);
	return v;
}

static void test_information_page_costs_no_round_trip(void **state)
{
	(void)state;
	struct nic *n = up("toe,mac=02:00:00:0a:0b:0c,capacity=1024,ipv6=off,lso=off");
	const uint64_t before = bus_machine_nic(0)->syncs;
	assert_int_equal(info()[TOE_ID / 4], TOE_ID_VALUE);
	assert_int_equal(info()[TOE_MAC_LO / 4], 0x0a000002);
	assert_int_equal(info()[TOE_MAC_HI / 4], 0x0c0b);
	assert_int_equal(info()[TOE_CONN_CAPACITY / 4], 1024);
	assert_int_equal(info()[TOE_CAP_CONN / 4], TOE_CONN_IP4 | TOE_CONN_SACK);
	assert_int_equal(info()[TOE_CAP_SEG / 4] & (TOE_SEG_LSO4 | TOE_SEG_LSO6), 0);
	assert_int_equal(info()[TOE_LSO_MAX4 / 4], 0);
	assert_int_equal(info()[TOE_CAP_GENERATION / 4] & 1, 0);
	assert_int_equal(bus_machine_nic(0)->syncs, before);
	assert_int_equal(board_read(TOE_CONN_CAPACITY), 1024); /* a trapped read of the same page agrees */
	board_write(TOE_CONN_CAPACITY, 5);
	assert_int_equal(board_read(TOE_CONN_CAPACITY), 1024);
	uint64_t v = 0;
	bus_machine_access(0, 0, TOE_STATUS, false, 2, &v); /* 32-bit accesses only */
	assert_int_equal(v, 0xffff);
	board_down(n);
}

static void test_commands_complete_in_order_through_many_rounds(void **state)
{
	(void)state;
	struct nic *n = up("toe");
	for (unsigned i = 0; i < 5 * ENTRIES; i++)
		assert_int_equal(command((struct toe_command){.opcode = i % 3 ? TOE_CMD_NOP : 0x77}), i % 3 ? TOE_OK : TOE_BAD_OPCODE);
	assert_true(board_interrupt(0, 100));
	assert_int_equal(
	        command((struct toe_command){.opcode = TOE_CMD_IDENTIFY, .data = PHYS(BUF), .length = sizeof(struct toe_identity)}),
	        TOE_OK);
	const struct toe_identity *id = (const void *)(board_ram + BUF);
	assert_string_equal(id->model, "Flue TOE 7031");
	assert_memory_equal(id->caps, info() + TOE_CAP_CSUM / 4, TOE_CAP_END - TOE_CAP_CSUM);
	assert_int_equal(command((struct toe_command){.opcode = TOE_CMD_IDENTIFY, .data = PHYS(BUF), .length = 8}), TOE_BAD_FIELD);
	board_down(n);
}

static void test_offloads_outside_the_capabilities_are_refused(void **state)
{
	(void)state;
	struct nic *n = up("toe,lso6=off,capacity=16,ipv6=off,vxlanport=off");
	struct toe_offloads o = {.csum = TOE_CSUM_TCP4, .seg = TOE_SEG_LSO4};
	assert_int_equal(with_data(TOE_CMD_SET_OFFLOADS, &o, sizeof o), TOE_OK);
	assert_int_equal(enabled(n, "seg"), TOE_SEG_LSO4);
	o = (struct toe_offloads){.csum = 0, .seg = TOE_SEG_LSO4 | TOE_SEG_LSO6};
	assert_int_equal(with_data(TOE_CMD_SET_OFFLOADS, &o, sizeof o), TOE_UNSUPPORTED);
	assert_int_equal(enabled(n, "csum"), TOE_CSUM_TCP4); /* nothing of it was done */
	o = (struct toe_offloads){.vxlan = 0x1111, .vxlan_port = 4790};
	assert_int_equal(with_data(TOE_CMD_SET_OFFLOADS, &o, sizeof o), TOE_BAD_FIELD);
	struct toe_connection k = {.enable = TOE_CONN_IP4, .frame4 = TOE_FRAME_802_3, .header4 = 14, .ticks_per_second = 1000};
	assert_int_equal(with_data(TOE_CMD_SET_CONNECTION, &k, sizeof k), TOE_OK);
	k.enable |= TOE_CONN_IP6;
	assert_int_equal(with_data(TOE_CMD_SET_CONNECTION, &k, sizeof k), TOE_UNSUPPORTED);
	k.enable = TOE_CONN_IP4;
	k.frame4 = TOE_FRAME_LLC_SNAP;
	assert_int_equal(with_data(TOE_CMD_SET_CONNECTION, &k, sizeof k), TOE_BAD_FIELD);
	k.frame4 = TOE_FRAME_802_3;
	k.ticks_per_second = 7;
	assert_int_equal(with_data(TOE_CMD_SET_CONNECTION, &k, sizeof k), TOE_BAD_FIELD);
	assert_int_equal(enabled(n, "connection"), TOE_CONN_IP4);
	assert_int_equal(enabled(n, "ticks_per_second"), 1000);
	const uint8_t list[12] = {1, 0, 0x5e, 0, 0, 1, 0x33, 0x33, 0, 0, 0, 1};
	assert_int_equal(with_data(TOE_CMD_SET_FILTER, list, 12), TOE_OK);
	assert_int_equal(enabled(n, "multicast"), 2);
	assert_int_equal(with_data(TOE_CMD_SET_FILTER, list, 11), TOE_BAD_FIELD);
	assert_int_equal(command((struct toe_command){.opcode = TOE_CMD_SET_ADDRESS, .param = {1, 0}}), TOE_BAD_FIELD);
	board_down(n);
}

static void test_capability_events(void **state)
{
	(void)state;
	struct err e = {0};
	struct toe_event v;
	struct nic *n = up("toe");
	struct toe_connection k = {.enable = TOE_CONN_IP4 | TOE_CONN_IP6, .ticks_per_second = 1000};
	assert_int_equal(with_data(TOE_CMD_SET_CONNECTION, &k, sizeof k), TOE_OK);
	while (board_interrupt(0, 0))
		;
	const uint32_t generation = info()[TOE_CAP_GENERATION / 4];
	assert_int_equal(nic_set(n, "capacity", "8", &e), 0);
	assert_int_equal(info()[TOE_CONN_CAPACITY / 4], 8);
	assert_int_equal(info()[TOE_CAP_GENERATION / 4], generation + 2);
	assert_true(board_interrupt(0, 100));
	assert_true(event(&v));
	assert_int_equal(v.type, TOE_EVENT_CAPABILITY);
	assert_int_equal(v.generation, generation + 2);
	assert_false(event(&v));
	assert_int_equal(nic_set(n, "capacity", "8", &e), 0); /* no change, no event */
	assert_false(event(&v));
	/* what was enabled stays in force until the driver acknowledges */
	assert_int_equal(nic_set(n, "ipv6", "off", &e), 0);
	assert_int_equal(enabled(n, "connection"), TOE_CONN_IP4 | TOE_CONN_IP6);
	assert_int_equal(command((struct toe_command){.opcode = TOE_CMD_ACK_CAPABILITIES, .param = {generation + 2}}), TOE_STALE);
	assert_int_equal(command((struct toe_command){.opcode = TOE_CMD_ACK_CAPABILITIES, .param = {generation + 4}}), TOE_OK);
	assert_int_equal(enabled(n, "connection"), TOE_CONN_IP4);
	assert_true(event(&v));
	/* a ring that is not emptied loses events and says how many */
	for (unsigned i = 0; i < ENTRIES + 2; i++)
		nic_set(n, "capacity", i % 2 ? "9" : "10", &e);
	for (unsigned i = 0; i < ENTRIES - 1; i++)
		assert_true(event(&v));
	assert_false(event(&v));
	nic_set(n, "link", "down", &e);
	assert_true(event(&v));
	assert_int_equal(v.type, TOE_EVENT_LINK);
	assert_int_equal(v.lost, 3);
	assert_int_equal(nic_set(n, "msix", "2", &e), -EBUSY);
	board_down(n);
}

static void test_line_interrupt(void **state)
{
	(void)state;
	struct nic *n = up("toe,msix=0");
	assert_int_equal(command((struct toe_command){.opcode = TOE_CMD_NOP}), TOE_OK);
	assert_true(board_interrupt(0, 100));
	assert_int_equal(command((struct toe_command){.opcode = TOE_CMD_NOP}), TOE_OK); /* the line is up: no new edge */
	assert_false(board_interrupt(0, 20));
	assert_int_equal(board_read(TOE_INT_CAUSE), TOE_INT_ADMIN);
	assert_int_equal(board_read(TOE_INT_CAUSE), 0);
	command((struct toe_command){.opcode = TOE_CMD_NOP});
	assert_true(board_interrupt(0, 100));
	/* disabled: the cause is kept and interrupts when enabled again */
	board_read(TOE_INT_CAUSE);
	board_write(TOE_INT_ENABLE, 0);
	command((struct toe_command){.opcode = TOE_CMD_NOP});
	assert_false(board_interrupt(0, 20));
	board_write(TOE_INT_ENABLE, TOE_INT_ADMIN);
	bus_machine_flush(0);
	assert_true(board_interrupt(0, 100));
	board_down(n);
}

static void test_held_firmware_answers_later(void **state)
{
	(void)state;
	struct err e = {0};
	struct nic *n = up("toe");
	assert_int_equal(nic_set(n, "admin", "hold", &e), 0);
	post((struct toe_command){.opcode = TOE_CMD_NOP, .id = 7});
	assert_int_equal(completion(7), -1);
	assert_int_equal(nic_set(n, "admin", "go", &e), 0);
	assert_int_equal(completion(7), TOE_OK);
	board_down(n);
}

/* Whatever the driver writes, the card reaches nothing that is not the machine's memory; it stops with a finding, and a reset revives it.
 */
static void hostile(const char *expect, uint32_t code, void (*damage)(void))
{
	struct nic *n = up("toe");
	uint8_t *before = malloc(BOARD_POOL);
	bus_machine_flush(0);
	memcpy(before, board_ram, BOARD_POOL);
	damage();
	bus_machine_flush(0);
	if (board_findings != 1 || !strstr(board_finding, expect))
		fail_msg("%u findings: '%s', expected '%s'", board_findings, board_finding, expect);
	assert_int_equal(info()[TOE_HEALTH / 4], TOE_HEALTH_FATAL);
	assert_int_equal(info()[TOE_FATAL_CODE / 4], code);
	assert_int_equal(board_read(TOE_STATUS), TOE_STATUS_FATAL);
	/* below the pool only the bus's own words and the health registers changed */
	assert_memory_equal(before, board_ram, BOARD_BUS);
	assert_memory_equal(before + BOARD_BUS + 0x8000, board_ram + BOARD_BUS + 0x8000, BOARD_POOL - BOARD_BUS - 0x8000);
	free(before);
	assert_true(board_interrupt(0, 100));
	json_t *j = nic_show(n);
	assert_string_equal(json_string_value(json_object_get(j, "state")), "failed");
	json_decref(j);
	/* dead: commands vanish; then revived */
	board_write(TOE_ASQ_TAIL, 1);
	board_write(TOE_CONTROL, TOE_CONTROL_RESET);
	assert_int_equal(board_read(TOE_STATUS), TOE_STATUS_READY);
	assert_int_equal(info()[TOE_HEALTH / 4], TOE_HEALTH_OK);
	rings();
	assert_int_equal(command((struct toe_command){.opcode = TOE_CMD_NOP}), TOE_OK);
	assert_int_equal(board_findings, 1);
	board_down(n);
}
static void doorbell_past_ring(void)
{
	board_write(TOE_ASQ_TAIL, ENTRIES);
}
static void event_doorbell_wild(void)
{
	board_write(TOE_EVQ_HEAD, UINT32_MAX);
}
static void buffer_below_ram(void)
{
	post((struct toe_command){.opcode = TOE_CMD_IDENTIFY, .data = 0x1000, .length = 256});
}
static void buffer_in_the_header(void)
{
	post((struct toe_command){.opcode = TOE_CMD_IDENTIFY, .data = PHYS(0), .length = 256});
}
static void buffer_in_the_bus(void)
{
	post((struct toe_command){.opcode = TOE_CMD_GET_STATISTICS, .data = PHYS(BOARD_BUS), .length = 256});
}
static void buffer_at_the_end(void)
{
	post((struct toe_command){.opcode = TOE_CMD_IDENTIFY, .data = PHYS(BOARD_RAM - 255), .length = 256});
}
static void buffer_wraps(void)
{
	post((struct toe_command){.opcode = TOE_CMD_IDENTIFY, .data = UINT64_MAX - 10, .length = 256});
}
static void rings_outside(void)
{
	board_write(TOE_CONTROL, 0);
	board_write(TOE_ACQ_HI, 0x7fffffff);
	board_write(TOE_CONTROL, TOE_CONTROL_RUN);
}
static void rings_odd(void)
{
	board_write(TOE_CONTROL, 0);
	board_write(TOE_ADMIN_SIZE, 3);
	board_write(TOE_CONTROL, TOE_CONTROL_RUN);
}
static void master_off(void)
{
	uint32_t command = 2;
	bus_machine_flush(0);
	bus_machine_config(0, true, 4, &command, 2);
	post((struct toe_command){.opcode = TOE_CMD_NOP});
	bus_machine_flush(0);
	command = 6;
	bus_machine_config(0, true, 4, &command, 2);
}

static void test_hostile_driver(void **state)
{
	(void)state;
	hostile("command doorbell 8: past the ring's end", TOE_FATAL_RING, doorbell_past_ring);
	hostile("event doorbell 4294967295", TOE_FATAL_RING, event_doorbell_wild);
	hostile("not the machine's memory", TOE_FATAL_DMA, buffer_below_ram);
	hostile("not the machine's memory", TOE_FATAL_DMA, buffer_in_the_header);
	hostile("not the machine's memory", TOE_FATAL_DMA, buffer_in_the_bus);
	hostile("not the machine's memory", TOE_FATAL_DMA, buffer_at_the_end);
	hostile("not the machine's memory", TOE_FATAL_DMA, buffer_wraps);
	hostile("ring outside memory", TOE_FATAL_DMA, rings_outside);
	hostile("bad rings", TOE_FATAL_RING, rings_odd);
	hostile("bus mastering is off", TOE_FATAL_DMA, master_off);
}

static void test_function_reset_is_cold(void **state)
{
	(void)state;
	struct nic *n = up("toe");
	struct toe_offloads o = {.csum = TOE_CSUM_TCP4};
	assert_int_equal(with_data(TOE_CMD_SET_OFFLOADS, &o, sizeof o), TOE_OK);
	bus_machine_reset(0);
	assert_int_equal(board_read(TOE_STATUS), TOE_STATUS_READY);
	assert_int_equal(board_read(TOE_ASQ_LO), 0);
	assert_int_equal(enabled(n, "csum"), 0);
	board_down(n);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(test_information_page_costs_no_round_trip),
	        cmocka_unit_test(test_commands_complete_in_order_through_many_rounds),
	        cmocka_unit_test(test_offloads_outside_the_capabilities_are_refused),
	        cmocka_unit_test(test_capability_events),
	        cmocka_unit_test(test_line_interrupt),
	        cmocka_unit_test(test_held_firmware_answers_later),
	        cmocka_unit_test(test_hostile_driver),
	        cmocka_unit_test(test_function_reset_is_cold),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
