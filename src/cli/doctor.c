/* `flue doctor`: kernel features and tools, each with what it is for and what happens without it. Nothing is changed; probes clean up after
 * themselves. */
#include "cli/cli.h"
#include "base/feature.h"
#include "lab/machine.h"
#include <fcntl.h>
#include <limits.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

struct probe {
	const char *name, *what_for, *without;
	bool needed;
	bool (*test)(char *found, size_t max); /* NULL: base/feature.h's `feature` */
	enum base_feature feature;
};
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
        {"flue-machine", "the sandboxed process that runs the driver", "nothing runs", true, machine, 0},
        {"run-time directory", "control sockets", "flue run can't be reached by other commands", true, runtime_directory, 0},
        {"sealed memory files", "RAM that lab and machine share, which neither can shrink", "nothing runs", true, NULL, FEATURE_SEALS},
        {"fixed mapping", "RAM at its address in the machine", "nothing runs", true, fixed_mapping, 0},
        {"open files", "an eventfd per interrupt vector", "--nic with few vectors only", true, descriptors, 0},
        {"seccomp filter", "the machine's list of system calls", "nothing runs: no sandbox without it", true, NULL, FEATURE_SECCOMP},
        {"landlock", "no file for the machine, whatever it gets hold of", "one wall less; seccomp still keeps files away (Linux 5.13)",
         false, NULL, FEATURE_LANDLOCK},
        {"syscall user dispatch", "a syscall instruction in driver code is told as the driver's crash",
         "it ends in seccomp, or does what seccomp allows (Linux 5.11)", false, NULL, FEATURE_USER_DISPATCH},
        {"pid descriptors", "watching the machine's end", "a pipe tells it (Linux 5.3)", false, NULL, FEATURE_PIDFD},
        {"close_range", "the machine inherits its own descriptors only", "they are closed one by one (Linux 5.9)", false, NULL,
         FEATURE_CLOSE_RANGE},
        {"llvm-symbolizer", "function and line in crash reports", "module+RVA only (apt install llvm)", false, symbolizer, 0},
        {"/dev/net/tun", "a NIC as a Linux network interface", "no netdev: sudo modprobe tun; sudo chmod 0666 /dev/net/tun", false, tun, 0},
        {"user and network namespaces", "--lab: a network of one's own without root", "needs root for network work", false, user_namespace,
         0},
        {"io_uring", "fewer system calls on the data path (later)", "plain reads and writes", false, io_uring, 0},
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
		bool off = !probes[i].test && base_feature_off(probes[i].feature);
		bool ok =
		        probes[i].test ? probes[i].test(found, sizeof(found)) : base_feature_probe(probes[i].feature, found, sizeof(found));

		if (off) {
			snprintf(found, sizeof(found), "switched off: FLUE_NO=%s", base_feature_name(probes[i].feature));
			ok = false;
		}
		bad += !ok && probes[i].needed;
		json_array_append_new(rows, json_pack("{s:s,s:b,s:s,s:b,s:s,s:s}", "name", probes[i].name, "ok", ok, "found", found,
		                                      "needed", probes[i].needed, "for", probes[i].what_for, "without", probes[i].without));
		if (c->json)
			continue;
		printf("    %-28s %-10s %s\n", probes[i].name,
		       ok                 ? "ok"
		       : off              ? "off"
		       : probes[i].needed ? "MISSING"
		                          : "absent",
		       probes[i].what_for);
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
