/*
 * Interrupts over the real bus: a PCI function with an MSI-X capability, served by the lab's side of the bus in a thread of this process.
 */
#include "io_harness.h"
#include "bus/bus.h"
#include <pthread.h>
#include <sys/eventfd.h>

#define MESSAGES 4
#define BAR      0xe0000000u

static struct bus_lab lab;
static uint8_t config[4096];
static int kick_fd, irq_fds[BUS_VECTORS];
static _Atomic bool stop;
static pthread_t lab_thread;

static int kick(unsigned nic)
{
	return kick_fd;
}
static int irq(unsigned nic, unsigned vector)
{
	return irq_fds[vector];
}
static uint64_t on_read(void *ctx, unsigned bar, uint64_t offset, unsigned size)
{
	return 0x11223344;
}
static void on_write(void *ctx, unsigned bar, uint64_t offset, unsigned size, uint64_t v)
{
}
static uint32_t on_config_read(void *ctx, unsigned offset, unsigned size)
{
	uint32_t v = 0;
	memcpy(&v, config + offset, size);
	return v;
}
static void on_config_write(void *ctx, unsigned offset, unsigned size, uint32_t v)
{
	memcpy(config + offset, &v, size);
}
static void on_reset(void *ctx)
{
}
static void on_broken(void *ctx, const char *why)
{
	fprintf(stderr, "bus broken: %s\n", why);
}
static const struct bus_lab_ops ops = {on_read, on_write, on_config_read, on_config_write, on_reset, on_broken};

static void *serve(void *arg)
{
	while (!stop)
		if (bus_lab_step(&lab) <= 0)
			bus_lab_sleep(&lab, 1000000);
	return NULL;
}

static void put16(unsigned at, uint16_t v)
{
	memcpy(config + at, &v, 2);
}
static void put32(unsigned at, uint32_t v)
{
	memcpy(config + at, &v, 4);
}

static void board_up(void)
{
	struct err e = {0};
	struct ram_header *h = (struct ram_header *)NT_RAM_BASE;
	void *area = nt_pages_alloc(sizeof(struct bus_shared));
	h->nics = 1;
	h->bus[0] = (uint64_t)((uintptr_t)area - NT_RAM_BASE);
	kick_fd = eventfd(0, EFD_NONBLOCK);
	for (unsigned v = 0; v < BUS_VECTORS; v++)
		irq_fds[v] = eventfd(0, EFD_NONBLOCK);
	struct bus_shared *s = area;
	bus_lab_format(s);
	s->vendor = 0xf1e0;
	s->device = 0x0001;
	s->class_code = 0x020000;
	s->msix_vectors = MESSAGES;
	s->bar[0] = (struct bus_bar){.size = 0x1000, .phys = BAR};
	s->present = 1;
	put16(0, 0xf1e0);
	put16(2, 0x0001);
	put16(6, 0x0010); /* capability list */
	config[11] = 2;   /* network controller */
	put32(0x10, BAR);
	config[0x34] = 0x40;
	config[0x40] = 0x11; /* MSI-X */
	put16(0x42, MESSAGES - 1);
	put32(0x44, 0x800); /* table in BAR 0 */
	put32(0x48, 0xc00);
	config[0x3d] = 1; /* INTA */
	bus_lab_init(&lab, s, 0, &ops, NULL, kick_fd);
	for (unsigned v = 0; v < BUS_VECTORS; v++)
		lab.irq_fd[v] = irq_fds[v];
	const struct bus_machine_fds fds = {kick, irq};
	assert_int_equal(bus_machine_init((void *)NT_RAM_BASE, &fds, &e), 0);
	pthread_create(&lab_thread, NULL, serve, NULL);
}

static void start(void)
{
	struct err e = {0};
	NTSTATUS status = 0;
	const struct nt_pnp_id id = {
	        .nic = 0, .device_id = "PCI\\VEN_F1E0&DEV_0001", .instance_id = "0", .driver_key = KEY, .description = "io_mini"};
	nt_reg_set_sz(KEY, "NetCfgInstanceId", "{11111111-2222-3333-4444-555555555555}");
	nt_reg_set_dword(KEY, "*IfType", 6);
	nt_reg_set_dword(KEY, "*MediaType", 0);
	nt_reg_set_dword(KEY, "*PhysicalMediaType", 14);
	if (nt_pnp_create(&id, &mini.node, &e) || nt_pnp_add_device(mini.node, mini.driver, &e) || nt_pnp_start(mini.node, &status, &e))
		fail_msg("start: %s (0x%08x)", e.text, (unsigned)status);
	mini.adapter = ndis_adapter_of(mini.node);
	assert_int_equal(ndis_adapter_up(mini.adapter, &e), 0);
}

#define ISR(n) (((volatile LONG *)mini_symbol("mini_isr"))[n])
#define DPC(n) (((volatile LONG *)mini_symbol("mini_dpc"))[n])
#define CPU(n) (((volatile LONG *)mini_symbol("mini_dpc_cpu"))[n])

static void messages(void **state)
{
	(void)state;
	start();
	assert_int_equal(MINI(ULONG, mini_interrupt_type), NDIS_CONNECT_MESSAGE_BASED);
	assert_int_equal(MINI(ULONG, mini_messages), MESSAGES);
	bus_lab_raise(&lab, 0);
	WAIT_UNTIL(DPC(0) == 1);
	assert_int_equal(ISR(0), 1);
	assert_true(MINI(LONG, mini_isr_irql) > DISPATCH_LEVEL);
	assert_int_equal(MINI(LONG, mini_dpc_irql), DISPATCH_LEVEL);
	/* message 1 asks for processor 2 in its TargetProcessors mask */
	const LONG on2 = CPU(2);
	bus_lab_raise(&lab, 1);
	WAIT_UNTIL(DPC(1) == 1);
	assert_int_equal(CPU(2), on2 + 1);
	/* a DPC of its own on two processors; the pair is queued once */
	assert_int_equal(MINI_CALL(mini_queue_dpc, ULONG64, ULONG, ULONG64, void *)(3, 5, (void *)0x77), 5);
	WAIT_UNTIL(DPC(3) == 2);
	assert_ptr_equal(MINI(void *, mini_dpc_context), (void *)0x77);
	unsigned findings = nt_finding_count();
	assert_int_equal(MINI_CALL(mini_queue_dpc, ULONG64, ULONG, ULONG64, void *)(9, 1, NULL), 0);
	assert_int_equal(nt_finding_count(), findings + 1);
	assert_true(MINI_CALL(mini_synchronize, UCHAR, ULONG)(2) > DISPATCH_LEVEL);
	assert_int_equal(nt_irql(), PASSIVE_LEVEL);
}

/* NDIS_RECEIVE_THROTTLE_PARAMETERS: a handler that has more to indicate is called again. */
static void more_pending(void **state)
{
	(void)state;
	const LONG before = DPC(2);
	MINI(LONG, mini_more) = 3;
	bus_lab_raise(&lab, 2);
	WAIT_UNTIL(DPC(2) == before + 4);
}

static void table_entries(void **state)
{
	(void)state;
	const LONG isr2 = ISR(2), isr3 = ISR(3);
	assert_int_equal(MINI_CALL(mini_table, LONG, ULONG, ULONG, ULONG)(NdisMSIXTableConfigMaskTableEntry, 3, 0), NDIS_STATUS_SUCCESS);
	bus_lab_raise(&lab, 3);
	sleep_ms(20);
	assert_int_equal(ISR(3), isr3);
	/* entry 3 now leads to message 2, and what was pending arrives there */
	assert_int_equal(MINI_CALL(mini_table, LONG, ULONG, ULONG, ULONG)(NdisMSIXTableConfigSetTableEntry, 3, 2), NDIS_STATUS_SUCCESS);
	assert_int_equal(MINI_CALL(mini_table, LONG, ULONG, ULONG, ULONG)(NdisMSIXTableConfigUnmaskTableEntry, 3, 0), NDIS_STATUS_SUCCESS);
	WAIT_UNTIL(ISR(2) == isr2 + 1);
	assert_int_equal(ISR(3), isr3);
	assert_int_equal(MINI_CALL(mini_table, LONG, ULONG, ULONG, ULONG)(NdisMSIXTableConfigSetTableEntry, 9, 2),
	                 NDIS_STATUS_INVALID_PARAMETER);
}

static void configuration_space(void **state)
{
	(void)state;
	assert_int_equal(MINI_CALL(mini_config, ULONG, ULONG, ULONG)(0, 4), 0x0001f1e0);
	assert_int_equal(MINI_CALL(mini_config, ULONG, ULONG, ULONG)(0x34, 1), 0x40);
	PHYSICAL_ADDRESS elsewhere = {.QuadPart = BAR + 0x10000};
	PVOID va;
	unsigned findings = nt_finding_count();
	assert_int_equal(NdisMMapIoSpace(&va, mini.adapter, elsewhere, 16), NDIS_STATUS_RESOURCE_CONFLICT);
	assert_int_equal(nt_finding_count(), findings + 1);
	assert_non_null(strstr(nt_finding_last(), "not in the memory resources"));
}

/* After deregistration (halt) an interrupt goes nowhere. */
static void halted(void **state)
{
	(void)state;
	mini_stop(false);
	const LONG before = ISR(0);
	bus_lab_raise(&lab, 0);
	sleep_ms(20);
	assert_int_equal(ISR(0), before);
}

/* A driver without message handlers gets the line where messages are filtered out of its resources (MSISupported 0). */
static void line(void **state)
{
	(void)state;
	MINI(ULONG, mini_msi) = 0;
	nt_reg_set_dword(
	        "\\Registry\\Machine\\System\\CurrentControlSet\\Enum\\PCI\\VEN_F1E0&DEV_0001\\0\\Device Parameters\\Interrupt Management"
	        "\\MessageSignaledInterruptProperties",
	        "MSISupported", 0);
	start();
	assert_int_equal(MINI(ULONG, mini_interrupt_type), NDIS_CONNECT_LINE_BASED);
	assert_int_equal(MINI(ULONG, mini_messages), 0);
	const LONG before = DPC(0);
	bus_lab_raise(&lab, 0);
	WAIT_UNTIL(DPC(0) == before + 1);
	mini_stop(false);
}

static int up(void **state)
{
	machine_up(nt_test_config(), NULL);
	board_up();
	mini_load();
	MINI(ULONG, mini_interrupt) = 1;
	return 0;
}
static int down(void **state)
{
	mini_unload();
	stop = true;
	bus_lab_poke(&lab);
	pthread_join(lab_thread, NULL);
	machine_down(false);
	return 0;
}
int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(messages),      cmocka_unit_test(more_pending),
	                                   cmocka_unit_test(table_entries), cmocka_unit_test(configuration_space),
	                                   cmocka_unit_test(halted),        cmocka_unit_test(line)};
	return cmocka_run_group_tests(tests, up, down);
}
