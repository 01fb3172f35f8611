/*
 * See sandbox.h. The one list of system calls the machine may make stands below, each next to why.
 *
 * The two lines of defence are different: Syscall User Dispatch stops the instruction in driver code (and names the driver), seccomp stops
 * what our own code could be tricked into. glibc falls back when clone3 says ENOSYS, so thread creation can be checked by clone's flags.
 * With ASan the run-time makes system calls from its own text and opens /proc: there user dispatch stays off and seccomp lets those
 * through.
 */
#include "machine/sandbox.h"
#include "base/feature.h"
#include "bus/abi.h"
#include <fcntl.h>
#include <link.h>
#include <linux/capability.h>
#include <linux/landlock.h>
#include <sched.h>
#include <seccomp.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef PR_SET_SYSCALL_USER_DISPATCH
#define PR_SET_SYSCALL_USER_DISPATCH 59
#define PR_SYS_DISPATCH_ON           1
#endif
static uintptr_t libc_text, libc_text_size;
static bool dispatch_works;

static int find_libc_text(struct dl_phdr_info *info, size_t size, void *ctx)
{
	uintptr_t inside = (uintptr_t)ctx;
	(void)size;
	for (int i = 0; i < info->dlpi_phnum; i++) {
		const ElfW(Phdr) *p = &info->dlpi_phdr[i];
		uintptr_t start = info->dlpi_addr + p->p_vaddr;
		if (p->p_type == PT_LOAD && (p->p_flags & PF_X) && inside - start < p->p_memsz) {
			libc_text = start;
			libc_text_size = p->p_memsz;
			return 1;
		}
	}
	return 0;
}

void sandbox_thread(void)
{
	if (dispatch_works)
		prctl(PR_SET_SYSCALL_USER_DISPATCH, PR_SYS_DISPATCH_ON, libc_text, libc_text_size, 0);
}

static bool enter_landlock(void)
{
	struct landlock_ruleset_attr attr = {.handled_access_fs = (1ull << 13) - 1};
	long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
	if (abi < 1)
		return false;
	if (abi >= 2)
		attr.handled_access_fs |= 1ull << 13; /* REFER */
	if (abi >= 3)
		attr.handled_access_fs |= 1ull << 14; /* TRUNCATE */
	int fd = (int)syscall(SYS_landlock_create_ruleset, &attr, sizeof attr, 0);
	if (fd < 0)
		return false;
	bool ok = syscall(SYS_landlock_restrict_self, fd, 0) == 0;
	close(fd);
	return ok;
}

static void drop_capabilities(void)
{
	struct __user_cap_header_struct h = {.version = _LINUX_CAPABILITY_VERSION_3};
	struct __user_cap_data_struct none[2] = {0};
	syscall(SYS_capset, &h, none);
}

/* libseccomp's SCMP_A0() and its like leave out the second datum that most comparisons do not have. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
static int add_rules(scmp_filter_ctx f)
{
	static const int allowed[] = {
	        SCMP_SYS(read),
	        SCMP_SYS(write),
	        SCMP_SYS(poll),
	        SCMP_SYS(ppoll), /* control socket, eventfds */
	        SCMP_SYS(futex),
	        SCMP_SYS(sched_yield),
	        SCMP_SYS(set_robust_list),
	        SCMP_SYS(rseq),
	        SCMP_SYS(sched_getaffinity), /* threads and locks */
	        SCMP_SYS(munmap),
	        SCMP_SYS(mprotect),
	        SCMP_SYS(madvise),
	        SCMP_SYS(mremap),
	        SCMP_SYS(brk), /* stacks, heap, image protections */
	        SCMP_SYS(exit),
	        SCMP_SYS(exit_group),
	        SCMP_SYS(rt_sigaction),
	        SCMP_SYS(rt_sigprocmask),
	        SCMP_SYS(rt_sigreturn),
	        SCMP_SYS(sigaltstack), /* faults */
	        SCMP_SYS(nanosleep),
	        SCMP_SYS(clock_nanosleep),
	        SCMP_SYS(clock_gettime),
	        SCMP_SYS(clock_getres),
	        SCMP_SYS(gettimeofday),
	        SCMP_SYS(time),
	        SCMP_SYS(getrandom),
	        SCMP_SYS(restart_syscall),
	        SCMP_SYS(gettid),
	        SCMP_SYS(getpid),
	        SCMP_SYS(arch_prctl), /* gs: the KPCR of each thread */
	};
	static const struct {
		int call, error;
	} refused[] = {
	        /* glibc asks and can do without */
	        {SCMP_SYS(clone3), ENOSYS}, {SCMP_SYS(openat), EACCES}, {SCMP_SYS(open), EACCES},     {SCMP_SYS(newfstatat), EACCES},
	        {SCMP_SYS(fstat), EACCES},  {SCMP_SYS(ioctl), ENOTTY},  {SCMP_SYS(prlimit64), EPERM}, {SCMP_SYS(readlink), EACCES},
	        {SCMP_SYS(lseek), ESPIPE},  {SCMP_SYS(sysinfo), EPERM}, {SCMP_SYS(getrusage), EPERM},
	};
	int r = 0;
	for (size_t i = 0; i < ARRAY_LEN(allowed) && !r; i++)
		r = seccomp_rule_add(f, SCMP_ACT_ALLOW, allowed[i], 0);
	if (BASE_SANITIZED) { /* the run-time's own needs: mapping reports, symbolizing, stack bounds */
		static const int more[] = {SCMP_SYS(openat),    SCMP_SYS(open),     SCMP_SYS(close), SCMP_SYS(newfstatat), SCMP_SYS(fstat),
		                           SCMP_SYS(prlimit64), SCMP_SYS(readlink), SCMP_SYS(mmap),  SCMP_SYS(prctl),      SCMP_SYS(ioctl),
		                           SCMP_SYS(lseek),     SCMP_SYS(clone),    SCMP_SYS(pipe2), SCMP_SYS(wait4),      SCMP_SYS(tgkill),
		                           SCMP_SYS(getrusage), SCMP_SYS(sysinfo)};
		for (size_t i = 0; i < ARRAY_LEN(more) && !r; i++)
			r = seccomp_rule_add(f, SCMP_ACT_ALLOW, more[i], 0);
		return r ? r : seccomp_rule_add(f, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0);
	}
	for (size_t i = 0; i < ARRAY_LEN(refused) && !r; i++)
		r = seccomp_rule_add(f, SCMP_ACT_ERRNO((unsigned)refused[i].error), refused[i].call, 0);
	/* memory: anonymous, or the one RAM (shadow pages of a BAR) */
	if (!r)
		r = seccomp_rule_add(f, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, SCMP_A4_32(SCMP_CMP_EQ, (uint32_t)-1));
	if (!r)
		r = seccomp_rule_add(f, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, SCMP_A4_32(SCMP_CMP_EQ, MACHINE_FD_RAM));
	/* a thread of this process, never a process */
	if (!r)
		r = seccomp_rule_add(f, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1,
		                     SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD | CLONE_VM, CLONE_THREAD | CLONE_VM));
	/* signals to ourselves only: the hang watchdog asks a thread where it is */
	if (!r)
		r = seccomp_rule_add(f, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)getpid()));
	/* user dispatch may be turned on, not off; thread names */
	if (!r)
		r = seccomp_rule_add(f, SCMP_ACT_ALLOW, SCMP_SYS(prctl), 2, SCMP_A0(SCMP_CMP_EQ, PR_SET_SYSCALL_USER_DISPATCH),
		                     SCMP_A1(SCMP_CMP_EQ, PR_SYS_DISPATCH_ON));
	if (!r)
		r = seccomp_rule_add(f, SCMP_ACT_ALLOW, SCMP_SYS(prctl), 1, SCMP_A0(SCMP_CMP_EQ, PR_SET_NAME));
	return r;
}
#pragma GCC diagnostic pop

int sandbox_enter(unsigned *bits, struct err *e)
{
	int r;

	*bits = 0;
	if (base_feature_off(FEATURE_SECCOMP))
		return err_set(e, ENOTSUP,
		               "no driver runs without seccomp: take it out of FLUE_NO (--no-sandbox is for debugging Flue itself)");
	setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)
		*bits |= SANDBOX_NO_NEW_PRIVS;
	if (!BASE_SANITIZED && !base_feature_off(FEATURE_USER_DISPATCH)) {
		dl_iterate_phdr(find_libc_text, (void *)(uintptr_t)&syscall);
		dispatch_works = libc_text && prctl(PR_SET_SYSCALL_USER_DISPATCH, PR_SYS_DISPATCH_ON, libc_text, libc_text_size, 0) == 0;
	}
	if (dispatch_works)
		*bits |= SANDBOX_USER_DISPATCH;
	if (!BASE_SANITIZED && !base_feature_off(FEATURE_LANDLOCK) && enter_landlock())
		*bits |= SANDBOX_LANDLOCK;
	drop_capabilities();
	scmp_filter_ctx f = seccomp_init(SCMP_ACT_TRAP);
	if (!f)
		return err_set(e, ENOMEM, "the sandbox has no memory for its filter");
	seccomp_attr_set(f, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_TRAP);
	seccomp_attr_set(f, SCMP_FLTATR_CTL_OPTIMIZE, 2);
	r = add_rules(f);
	if (!r)
		r = seccomp_load(f);
	seccomp_release(f);
	if (r)
		return err_set(e, -r, "the kernel does not take the machine's seccomp filter (%s): it needs CONFIG_SECCOMP_FILTER",
		               strerror(-r));
	*bits |= SANDBOX_SECCOMP;
	return 0;
}
