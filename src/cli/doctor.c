/* `flue doctor`: kernel features and tools, each with what it is for and what happens without it. Nothing is changed; probes clean up after
 * themselves. */
#include "cli/cli.h"
#include "lab/machine.h"
#include <fcntl.h>
#include <limits.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

#ifndef PR_SET_SYSCALL_USER_DISPATCH
#define PR_SET_SYSCALL_USER_DISPATCH 59
#endif
struct probe {
	const char *name, *what_for, *without;
	bool needed;
	bool (*test)(char *found, size_t max);
};
static bool sealed_memfd(char *found, size_t max)
{
	int fd = memfd_create("flue-doctor", MFD_CLOEXEC | MFD_ALLOW_SEALING);
	bool ok = fd >= 0 && !ftruncate(fd, 4096) && !fcntl(fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL);

	snprintf(found, max, "%s", ok ? "yes" : strerror(errno));
	if (fd >= 0)
		close(fd);
	return ok;
}
static bool seccomp_filter(char *found, size_t max)
{
	unsigned action = SECCOMP_RET_TRAP;
	bool ok = syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;

	snprintf(found, max, "%s", ok ? "yes" : strerror(errno));
	return ok;
}
static bool landlock(char *found, size_t max)
{
	long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);

	if (abi < 0)
		snprintf(found, max, "%s", strerror(errno));
	else
		snprintf(found, max, "ABI %ld", abi);
	return abi >= 1;
}
static bool user_dispatch(char *found, size_t max)
{
	/* off is always accepted where the feature exists */
	bool ok = prctl(PR_SET_SYSCALL_USER_DISPATCH, 0, 0, 0, 0) == 0;

	snprintf(found, max, "%s", ok ? "yes" : strerror(errno));
	return ok;
}
static bool pid_descriptors(char *found, size_t max)
{
	int fd = (int)syscall(SYS_pidfd_open, getpid(), 0);

	snprintf(found, max, "%s", fd >= 0 ? "yes" : strerror(errno));
	if (fd >= 0)
		close(fd);
	return fd >= 0;
}
static bool fixed_mapping(char *found, size_t max)
{
	void *p = mmap((void *)NT_RAM_BASE, 65536, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE, -1, 0);

	snprintf(found, max, "%s", p != MAP_FAILED ? "yes" : strerror(errno));
	if (p != MAP_FAILED)
		munmap(p, 65536);
	return p != MAP_FAILED;
}
static bool descriptors(char *found, size_t max)
{
	struct rlimit l = {0, 0};

	getrlimit(RLIMIT_NOFILE, &l);
	snprintf(found, max, "%llu (limit %llu)", (unsigned long long)l.rlim_cur, (unsigned long long)l.rlim_max);
	return l.rlim_max >= 1024;
}
static bool tun(char *found, size_t max)
{
	int fd = open("/dev/net/tun", O_RDWR | O_CLOEXEC);

	snprintf(found, max, "%s", fd >= 0 ? "yes" : strerror(errno));
	if (fd >= 0)
		close(fd);
	return fd >= 0;
}
static bool user_namespace(char *found, size_t max)
{
	int status = 1;
	pid_t pid = fork();

	if (pid == 0)
		_exit(unshare(CLONE_NEWUSER | CLONE_NEWNET) ? 1 : 0);
	if (pid > 0)
		waitpid(pid, &status, 0);
	snprintf(found, max, "%s", status == 0 ? "yes" : "not allowed");
	return status == 0;
}
static bool io_uring(char *found, size_t max)
{
	uint8_t params[120] = {0};
	int fd = (int)syscall(SYS_io_uring_setup, 4, params);

	snprintf(found, max, "%s", fd >= 0 ? "yes" : strerror(errno));
	if (fd >= 0)
		close(fd);
	return fd >= 0;
}
static bool machine(char *found, size_t max)
{
	struct err e = {0};

	if (machine_program(found, max, &e))
		return true;
	snprintf(found, max, "%s", e.text);
	return false;
}
static bool on_path(const char *const *names, char *found, size_t max)
{
	for (; *names; names++)
		for (const char *p = getenv("PATH"); p && *p; p += strcspn(p, ":"), p += *p == ':') {
			snprintf(found, max, "%.*s/%s", (int)strcspn(p, ":"), p, *names);
			if (!access(found, X_OK))
				return true;
		}
	snprintf(found, max, "not found");
	return false;
}
static bool symbolizer(char *found, size_t max)
{
	static const char *const names[] = {"llvm-symbolizer",    "llvm-symbolizer-19", "llvm-symbolizer-18",
	                                    "llvm-symbolizer-16", "llvm-symbolizer-14", NULL};

	return on_path(names, found, max);
}
static bool runtime_directory(char *found, size_t max)
{
	struct err e = {0};

	if (!lab_runtime_directory(found, max, true, &e))
		return true;
	snprintf(found, max, "%s", e.text);
	return false;
}
static const struct probe probes[] = {
        {"flue-machine", "the sandboxed process that runs the driver", "nothing runs", true, machine},
        {"run-time directory", "control sockets", "flue run can't be reached by other commands", true, runtime_directory},
        {"sealed memory files", "RAM that lab and machine share, which neither can shrink", "nothing runs", true, sealed_memfd},
        {"fixed mapping", "RAM at its address in the machine", "nothing runs", true, fixed_mapping},
        {"pid descriptors", "watching the machine's end", "nothing runs (Linux 5.3)", true, pid_descriptors},
        {"open files", "an eventfd per interrupt vector", "--nic with few vectors only", true, descriptors},
        {"seccomp filter", "the machine's list of system calls", "nothing runs: no sandbox without it", true, seccomp_filter},
        {"landlock", "no file for the machine, whatever it gets hold of", "one wall less; seccomp still keeps files away (Linux 5.13)",
         false, landlock},
        {"syscall user dispatch", "a syscall instruction in driver code is told as the driver's crash",
         "it ends in seccomp, less exactly told (Linux 5.11)", false, user_dispatch},
        {"llvm-symbolizer", "function and line in crash reports", "module+RVA only (apt install llvm)", false, symbolizer},
        {"/dev/net/tun", "a NIC as a Linux network interface (later)", "no netdev: sudo modprobe tun, or run where it is there", false,
         tun},
        {"user and network namespaces", "--lab: a network of one's own without root (later)", "needs root for network work", false,
         user_namespace},
        {"io_uring", "fewer system calls on the data path (later)", "plain reads and writes", false, io_uring},
};
int cli_doctor(struct cli *c)
{
	json_t *rows = json_array();
	unsigned bad = 0;
	struct utsname u;

	uname(&u);
	if (!c->json)
		printf("Linux %s\n", u.release);
	for (size_t i = 0; i < ARRAY_LEN(probes); i++) {
		char found[PATH_MAX + 64] = "";
		bool ok = probes[i].test(found, sizeof(found));

		bad += !ok && probes[i].needed;
		json_array_append_new(rows, json_pack("{s:s,s:b,s:s,s:b,s:s,s:s}", "name", probes[i].name, "ok", ok, "found", found,
		                                      "needed", probes[i].needed, "for", probes[i].what_for, "without", probes[i].without));
		if (c->json)
			continue;
		printf("    %-28s %-10s %s\n", probes[i].name, ok ? "ok" : probes[i].needed ? "MISSING" : "absent", probes[i].what_for);
		if (!ok)
			printf("    %-28s %-10s %s; without: %s\n", "", "", found, probes[i].without);
		else if (strcmp(found, "yes"))
			printf("    %-28s %-10s %s\n", "", "", found);
	}
	if (c->json)
		cli_print_json(json_pack("{s:s,s:o,s:i}", "kernel", u.release, "features", rows, "missing", (int)bad));
	else
		json_decref(rows);
	return bad ? cli_error(CLI_FAILED, "%u of what Flue needs is missing", bad) : CLI_OK;
}
