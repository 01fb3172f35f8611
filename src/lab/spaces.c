/*
 * What is made, in this order, and why so:
 *
 *   user namespace     always, so that a lab is the same for root and for anybody: nothing in it reaches the caller's network. The caller
 *                      is root in it. root's ids are all mapped to themselves, so that nginx and tcpdump can become nobody; others get
 *                      their own id as 0. root goes without where user namespaces are switched off.
 *   network, twice     host and peer; loopback up; no duplicate address detection (addresses work at once), no router solicitations (an
 *                      idle lab is idle), ping for everybody.
 *   PID namespace      its init is a child of ours (clone: after unshare(CLONE_NEWPID) the lab could have no threads) that does nothing but
 *                      reap and wait for the end of a pipe that we hold: with kill -9 of the lab the pipe ends, init ends, and the kernel
 *                      ends everything in the namespace.
 *   mount namespace    init's: /proc of the PID namespace, /sys of the host's network. A client of the peer's side makes one more, with
 *                      the peer's /sys.
 *
 * The lab itself, and the driver's machine, stay in their mount and PID namespace. Clients enter by pidfd (setns, Linux 5.8) and then run
 * their command themselves: terminal, job control, environment, limits and working directory need no relaying.
 */
#include "lab/spaces.h"
#include "base/feature.h"
#include <fcntl.h>
#include <linux/sockios.h>
#include <net/if.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *const space_name[] = {"host", "peer"};

void spaces_init(struct spaces *s)
{
	memset(s, 0, sizeof(*s));
	s->net[0] = s->net[1] = s->init = s->life = -1;
}
static int put(const char *path, const char *text)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC), r = 0;

	if (fd < 0)
		return -errno;
	if (write(fd, text, strlen(text)) < 0)
		r = -errno;
	close(fd);
	return r;
}

/* ---- the user namespace */
/* Identity for every id that we have ourselves: "inside inside count" per line. */
static int identity(const char *ours, const char *theirs)
{
	FILE *f = fopen(ours, "re");
	char map[1024];
	size_t n = 0;
	unsigned long inside, outside, count;

	if (!f)
		return -errno;
	while (n < sizeof(map) - 64 && fscanf(f, "%lu %lu %lu", &inside, &outside, &count) == 3)
		n += (size_t)snprintf(map + n, sizeof(map) - n, "%lu %lu %lu\n", inside, inside, count);
	fclose(f);
	return put(theirs, map);
}
/* Only a process outside may map more than its own id. */
static pid_t mapper(int way[2])
{
	pid_t parent = getpid(), pid;
	char path[64], c;
	int r;

	if (pipe2(way, O_CLOEXEC))
		return -1;
	pid = fork();
	if (pid)
		return pid;
	close(way[1]);
	if (read(way[0], &c, 1) != 1)
		_exit(0);
	snprintf(path, sizeof(path), "/proc/%d/uid_map", (int)parent);
	r = identity("/proc/self/uid_map", path);
	snprintf(path, sizeof(path), "/proc/%d/gid_map", (int)parent);
	if (!r)
		r = identity("/proc/self/gid_map", path);
	_exit(r ? -r : 0);
}
static int user_space(struct spaces *s, struct err *e)
{
	uid_t uid = geteuid();
	gid_t gid = getegid();
	int way[2] = {-1, -1}, status = 0, r = 0;
	pid_t helper = uid ? 0 : mapper(way);
	char text[32];

	if (helper < 0)
		return err_set(e, errno, "fork: %s", strerror(errno));
	if (unshare(CLONE_NEWUSER)) {
		r = errno;
		if (helper) {
			close(way[0]);
			close(way[1]);
			waitpid(helper, NULL, 0);
			return 0; /* root can do without */
		}
		return err_set(e, r, "a user namespace can't be made (%s): sudo sysctl -w user.max_user_namespaces=10000%s", strerror(r),
		               access("/proc/sys/kernel/apparmor_restrict_unprivileged_userns", F_OK)
		                       ? ""
		                       : " kernel.apparmor_restrict_unprivileged_userns=0");
	}
	s->user = true;
	if (helper) {
		close(way[0]);
		if (write(way[1], "g", 1) != 1)
			r = -EIO;
		close(way[1]);
		while (waitpid(helper, &status, 0) < 0 && errno == EINTR)
			;
		if (!r && status)
			r = WIFEXITED(status) ? -WEXITSTATUS(status) : -EIO;
	} else {
		put("/proc/self/setgroups", "deny");
		snprintf(text, sizeof(text), "0 %u 1", (unsigned)uid);
		r = put("/proc/self/uid_map", text);
		snprintf(text, sizeof(text), "0 %u 1", (unsigned)gid);
		if (!r)
			r = put("/proc/self/gid_map", text);
	}
	return r ? err_set(e, -r, "the user namespace's ids can't be mapped: %s", strerror(-r)) : 0;
}

/* ---- network namespaces */
static int loopback_up(void)
{
	struct ifreq r;
	int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0), code = 0;

	if (fd < 0)
		return -errno;
	memset(&r, 0, sizeof(r));
	snprintf(r.ifr_name, sizeof(r.ifr_name), "lo");
	if (ioctl(fd, SIOCGIFFLAGS, &r))
		code = -errno;
	r.ifr_flags |= IFF_UP;
	if (!code && ioctl(fd, SIOCSIFFLAGS, &r))
		code = -errno;
	close(fd);
	return code;
}
static int network(int *fd, struct err *e)
{
	int r;

	if (unshare(CLONE_NEWNET))
		return err_set(e, errno, "a network namespace can't be made: %s", strerror(errno));
	*fd = open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC);
	if (*fd < 0)
		return err_set(e, errno, "/proc/thread-self/ns/net: %s", strerror(errno));
	r = loopback_up();
	if (r)
		return err_set(e, -r, "loopback can't be brought up: %s", strerror(-r));
	/* comforts: where /proc/sys is read-only (containers) the lab works without them, if slower to answer over IPv6 */
	put("/proc/sys/net/ipv6/conf/all/accept_dad", "0");
	put("/proc/sys/net/ipv6/conf/default/accept_dad", "0");
	put("/proc/sys/net/ipv6/conf/default/router_solicitations", "0");
	if (put("/proc/sys/net/ipv4/ping_group_range", "0 2147483647"))
		put("/proc/sys/net/ipv4/ping_group_range", "0 0");
	return 0;
}
int spaces_run(struct spaces *s, enum space where, int (*fn)(void *ctx, struct err *e), void *ctx, struct err *e)
{
	int r;

	if (setns(s->net[where], CLONE_NEWNET))
		return err_set(e, errno, "the %s's namespace can't be entered: %s", space_name[where], strerror(errno));
	r = fn(ctx, e);
	if (where != SPACE_HOST && setns(s->net[SPACE_HOST], CLONE_NEWNET))
		return err_set(e, errno, "no way back from the %s's namespace: %s", space_name[where], strerror(errno));
	return r;
}

/* ---- init */
static void hold(int life, int ready) __attribute__((noreturn));
static void hold(int life, int ready)
{
	sigset_t none;
	char c = 'r';
	int nul;

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	prctl(PR_SET_NAME, "flue-init");
	for (int i = 1; i < 32; i++)
		signal(i, SIG_DFL);
	signal(SIGCHLD, SIG_IGN); /* orphans are reaped by the kernel */
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	setsid();
	nul = open("/dev/null", O_RDWR);
	for (int i = 0; i < 3; i++)
		dup2(nul, i);
	life = fcntl(life, F_DUPFD, 10);
	ready = fcntl(ready, F_DUPFD, 10);
	dup2(life, 3);
	dup2(ready, 4);
	if (syscall(SYS_close_range, 5u, ~0u, 0))
		for (int i = 5; i < 65536; i++)
			close(i);
	if (chdir("/"))
		_exit(1);
	if (!unshare(CLONE_NEWNS)) { /* without them ps and /sys show the caller's: no more than that */
		mount(NULL, "/", NULL, MS_REC | MS_SLAVE, NULL);
		mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, NULL);
		mount("sysfs", "/sys", "sysfs", MS_NOSUID | MS_NODEV | MS_NOEXEC, NULL);
	}
	if (write(4, &c, 1) != 1)
		_exit(1);
	close(4);
	while (read(3, &c, 1) < 0 && errno == EINTR)
		;
	_exit(0);
}
static int make_init(struct spaces *s, struct err *e)
{
	int ready[2], life[2], r = 0;
	char c;

	if (pipe2(life, O_CLOEXEC))
		return err_set(e, errno, "no pipe: %s", strerror(errno));
	if (pipe2(ready, O_CLOEXEC)) {
		close(life[0]);
		close(life[1]);
		return err_set(e, errno, "no pipe: %s", strerror(errno));
	}
	s->life = life[1];
	s->pid = (pid_t)syscall(SYS_clone, CLONE_NEWPID | SIGCHLD, NULL, NULL, NULL, 0ul);
	if (s->pid == 0) {
		close(life[1]);
		hold(life[0], ready[1]);
	}
	close(life[0]);
	close(ready[1]);
	if (s->pid < 0)
		r = err_set(e, errno, "a PID namespace can't be made: %s", strerror(errno));
	else if (read(ready[0], &c, 1) != 1)
		r = err_set(e, EIO, "the lab's namespaces did not come up");
	close(ready[0]);
	if (r)
		return r;
	errno = ENOSYS;
	if (base_feature(FEATURE_PIDFD))
		s->init = (int)syscall(SYS_pidfd_open, s->pid, 0);
	if (s->init < 0)
		return err_set(e, errno, "pidfd_open: %s (--lab needs Linux 5.8)", strerror(errno));
	fcntl(s->init, F_SETFD, FD_CLOEXEC);
	return 0;
}
int spaces_open(struct spaces *s, struct err *e)
{
	int r;

	spaces_init(s);
	s->open = true;
	r = user_space(s, e);
	if (!r)
		r = network(&s->net[SPACE_PEER], e);
	if (!r)
		r = network(&s->net[SPACE_HOST], e); /* the last one is the one we stay in */
	if (!r)
		r = make_init(s, e);
	if (r)
		spaces_close(s);
	return r;
}
static void shut(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}
void spaces_close(struct spaces *s)
{
	if (!s->open)
		return;
	s->open = false;
	shut(&s->life);
	/* whatever `flue host` and `flue peer` started goes before the networks do */
	if (s->pid > 0) {
		kill(s->pid, SIGKILL);
		while (waitpid(s->pid, NULL, 0) < 0 && errno == EINTR)
			;
	}
	s->pid = 0;
	shut(&s->init);
	shut(&s->net[0]);
	shut(&s->net[1]);
}

/* ---- clients */
int spaces_enter(int init, int peer_net, struct err *e)
{
	char here[4096];
	bool back = getcwd(here, sizeof(here)) != NULL;
	int rest = CLONE_NEWNET | CLONE_NEWPID | CLONE_NEWNS;

	if (setns(init, rest | CLONE_NEWUSER) && (errno != EINVAL || setns(init, rest)))
		return err_set(e, errno, "the lab's namespaces can't be entered: %s", strerror(errno));
	if (peer_net >= 0) {
		if (setns(peer_net, CLONE_NEWNET))
			return err_set(e, errno, "the peer's namespace can't be entered: %s", strerror(errno));
		if (!unshare(CLONE_NEWNS))
			mount("sysfs", "/sys", "sysfs", MS_NOSUID | MS_NODEV | MS_NOEXEC, NULL);
	}
	if (!back || chdir(here))
		if (chdir("/"))
			return err_set(e, errno, "/: %s", strerror(errno));
	/* an unprivileged lab's root is its owner; root's lab has every id where it was */
	if (geteuid() != 0 && (setgid(0) || setuid(0)))
		return err_set(e, errno, "root of the lab can't be had: %s", strerror(errno));
	return 0;
}
