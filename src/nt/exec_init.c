/*
 * Starting and ending the exec half, in dependency order; and the configuration that tests use.
 */
#include "nt/exec.h"
#include "nt/exports.h"
#include "bus/bus.h"
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

struct nt_config nt_cfg;

int nt_exec_init(const struct nt_config *config, struct err *e)
{
	const struct ram_header *h = config->ram;
	nt_cfg = *config;
	if (h->magic != RAM_MAGIC || h->ram_size % RAM_PAGE || h->pool_start >= h->ram_size)
		return err_set(e, EINVAL, "RAM has no valid header: lab and machine are of different builds");
	nt_exports_add(nt_exports);
	nt_exports_add(image_seh_exports);
	int r = nt_ram_init(config->ram);
	if (!r)
		r = nt_window_init(h->ram_size / RAM_PAGE * 4);
	if (!r)
		r = nt_pool_init();
	if (!r)
		r = nt_reg_init();
	if (!r)
		r = nt_ps_init();
	if (r)
		return err_set(e, -r, "the executive's memory could not be set up: %s", strerror(-r));
	return 0;
}

void nt_exec_exit(void)
{
	nt_pnp_exit();
	nt_driver_exit();
	nt_io_exit();
	nt_ps_exit();
	nt_ob_exit();
	nt_reg_exit();
	nt_gate_exit();
	nt_io_map_exit();
	nt_pool_exit();
	nt_window_exit();
	nt_ram_exit();
}

/* ---- tests: a private RAM of 256 MiB at its usual address, made anew by each call. No trace, no NIC unless the test fills bus[]. */
struct nt_config nt_test_config(void)
{
	const size_t bytes = 256u << 20;
	static int fd = -1;
	if (fd >= 0) {
		munmap((void *)NT_RAM_BASE, bytes);
		close(fd);
	}
	fd = memfd_create("flue-test-ram", MFD_CLOEXEC);
	if (fd < 0 || ftruncate(fd, (off_t)bytes) ||
	    mmap((void *)NT_RAM_BASE, bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED_NOREPLACE, fd, 0) != (void *)NT_RAM_BASE) {
		log_line(LOG_ERROR, "nt_test_config: RAM could not be mapped: %s", strerror(errno));
		_exit(3);
	}
	nt_ram_set_fd(fd);
	struct ram_header *h = (struct ram_header *)NT_RAM_BASE;
	uint64_t at = RAM_PAGE;
	h->magic = RAM_MAGIC;
	h->header_size = sizeof *h;
	h->ram_size = bytes;
	h->cpus = 4;
	h->ndis_version = 0x00060054;
	for (unsigned i = 0; i < FLUE_NICS; i++) {
		h->bus[i] = at;
		at += ALIGN_UP_TO(sizeof(struct bus_shared), RAM_PAGE) + 16 * RAM_PAGE; /* and room for shadow pages */
	}
	h->publish = at;
	h->publish_size = 4 * RAM_PAGE;
	at += h->publish_size;
	h->crash = at;
	h->crash_size = 64 * RAM_PAGE;
	at += h->crash_size;
	h->pool_start = at;
	nt_exports_add(nt_exports);
	nt_exports_add(image_seh_exports);
	return (struct nt_config){.ram = h, .cpus = h->cpus, .ndis_version = h->ndis_version};
}
