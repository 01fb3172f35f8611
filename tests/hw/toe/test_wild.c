/* A driver gone wild: random register accesses, random ring memory, random configuration cycles. Whatever it does, the lab lives, memory
 * below the pool is never written, and after a reset the card works. Seeded: a failure repeats (FLUE_SEED). */
#include "../board.h"
#include "hw/toe/regs.h"

static uint64_t seed;
static uint64_t rnd(void)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return seed;
}

static uint32_t pick(const uint32_t *from, unsigned n)
{
	return from[rnd() % n];
}

static uint32_t any_value(void)
{
	switch (rnd() % 6) {
	case 0:
		return 0;
	case 1:
		return UINT32_MAX;
	case 2:
		return 1u << (rnd() % 32);
	case 3:
		return (uint32_t)(RAM_PHYS_BASE >> 32);
	case 4:
		return BOARD_POOL + (uint32_t)(rnd() % 64) * 64;
	default:
		return (uint32_t)rnd() % 300;
	}
}

static void wild_memory(void)
{
	struct toe_command *c = (void *)(board_ram + BOARD_POOL + rnd() % 128 * 64);
	*c = (struct toe_command){.opcode = (uint16_t)(rnd() % 14),
	                          .id = (uint16_t)rnd(),
	                          .length = pick((uint32_t[]){0, 32, 64, 192, 256, 6, 384, 4096}, 8)};
	c->data = rnd() % 4 ? RAM_PHYS_BASE + BOARD_POOL + rnd() % 65536 : rnd();
	for (unsigned i = 0; i < 12; i++)
		c->param[i] = any_value();
}

static const uint32_t registers[] = {
        TOE_CONTROL, TOE_INT_ENABLE, TOE_ASQ_LO,   TOE_ASQ_HI,   TOE_ACQ_LO,     TOE_ACQ_HI,          TOE_ADMIN_SIZE, TOE_EVQ_LO,
        TOE_EVQ_HI,  TOE_EVQ_SIZE,   TOE_ASQ_TAIL, TOE_EVQ_HEAD, TOE_MSIX_TABLE, TOE_MSIX_TABLE + 12, TOE_MSIX_PBA,   0,
        0x3ffc,      0xfffc};

static void good_rings(void)
{
	const uint64_t at = RAM_PHYS_BASE + BOARD_POOL;
	board_write(TOE_CONTROL, TOE_CONTROL_RESET);
	board_write(TOE_ASQ_LO, (uint32_t)at);
	board_write(TOE_ASQ_HI, at >> 32);
	board_write(TOE_ACQ_LO, (uint32_t)(at + 0x4000));
	board_write(TOE_ACQ_HI, at >> 32);
	board_write(TOE_ADMIN_SIZE, 16);
	board_write(TOE_EVQ_LO, (uint32_t)(at + 0x5000));
	board_write(TOE_EVQ_HI, at >> 32);
	board_write(TOE_EVQ_SIZE, 16);
	board_write(TOE_CONTROL, TOE_CONTROL_RUN);
}

static void test_wild_driver(void **state)
{
	(void)state;
	static const char *const live[] = {"capacity=8", "capacity=0", "ipv6=off", "link=down", "link=up",         "csum=off",
	                                   "csum=on",    "admin=hold", "admin=go", "fatal=7",   "event=capability"};
	struct nic *n = board_up("toe", 0);
	uint8_t *before = malloc(BOARD_BUS);
	uint64_t v;
	memcpy(before, board_ram, BOARD_BUS);
	for (unsigned i = 0; i < 60000; i++) {
		switch (rnd() % 16) {
		case 0:
			good_rings();
			break;
		case 1:
		case 2:
		case 3:
		case 4:
			wild_memory();
			break;
		case 5: {
			const unsigned size = 1u << (rnd() % 4);
			bus_machine_access(0, 0, rnd() % (TOE_BAR0_SIZE - 8), rnd() & 1, size, (v = rnd(), &v));
			break;
		}
		case 6: {
			uint8_t b[8];
			memset(b, (int)rnd(), sizeof b);
			bus_machine_config(0, rnd() & 1, rnd() % 300, b, 1 + rnd() % 8);
			break;
		}
		case 7:
			if (rnd() % 16 == 0) {
				char text[32];
				snprintf(text, sizeof text, "%s", live[rnd() % ARRAY_LEN(live)]);
				char *value = strchr(text, '=');
				*value++ = 0;
				nic_set(n, text, value, NULL);
			}
			break;
		case 8:
			board_read(pick(registers, ARRAY_LEN(registers)));
			break;
		case 9:
		case 10:
		case 11:
			board_write(TOE_ASQ_TAIL, (uint32_t)rnd() % 17);
			break;
		default:
			board_write(pick(registers, ARRAY_LEN(registers)), any_value());
			break;
		}
		if (i % 4096 == 0)
			assert_memory_equal(before, board_ram, BOARD_BUS);
	}
	nic_drain(n);
	assert_memory_equal(before, board_ram, BOARD_BUS);
	free(before);
	/* and it still works */
	bus_machine_reset(0);
	bus_machine_start(0, 4);
	nic_set(n, "admin", "go", NULL);
	memset(board_ram + BOARD_POOL, 0, 0x6000);
	good_rings();
	*(struct toe_command *)(board_ram + BOARD_POOL) = (struct toe_command){.opcode = TOE_CMD_NOP, .id = 9};
	board_write(TOE_ASQ_TAIL, 1);
	bus_machine_flush(0);
	const struct toe_completion *k = (const void *)(board_ram + BOARD_POOL + 0x4000);
	assert_int_equal(k->id, 9);
	assert_int_equal(k->phase, 1);
	board_down(n);
}

int main(void)
{
	const char *s = getenv("FLUE_SEED");
	seed = s ? strtoull(s, NULL, 0) : 0x7031f1e0;
	print_message("FLUE_SEED=0x%llx\n", (unsigned long long)seed);
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_wild_driver)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
