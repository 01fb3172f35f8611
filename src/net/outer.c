/* See outer.h. One request, one answer: the target's text, then an errno and the socket. */
#include "net/outer.h"
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define TARGET_MAX 80
struct outer {
	int fd;
	pid_t pid;
	pthread_mutex_t lock;
};

int outer_target(const char *target, void *out, unsigned *length, struct err *e)
{
	char host[TARGET_MAX];
	const char *colon = strrchr(target, ':');
	char *end;
	const unsigned long port = colon ? strtoul(colon + 1, &end, 10) : 0;
	memset(out, 0, sizeof(struct sockaddr_storage));
	if (!colon || (size_t)(colon - target) >= sizeof host || *end || !port || port > 65535)
		goto bad;
	snprintf(host, sizeof host, "%.*s", (int)(colon - target), target);
	if (*host == '[' && host[strlen(host) - 1] == ']') {
		struct sockaddr_in6 *a = out;
		host[strlen(host) - 1] = 0;
		a->sin6_family = AF_INET6;
		a->sin6_port = htons((uint16_t)port);
		*length = sizeof *a;
		if (inet_pton(AF_INET6, host + 1, &a->sin6_addr) == 1)
			return 0;
	} else {
		struct sockaddr_in *a = out;
		a->sin_family = AF_INET;
		a->sin_port = htons((uint16_t)port);
		*length = sizeof *a;
		if (inet_pton(AF_INET, host, &a->sin_addr) == 1)
			return 0;
	}
bad:
	return err_set(e, EINVAL, "'%.80s': ADDRESS:PORT or [ADDRESS]:PORT is wanted, as 127.0.0.1:8080", target);
}
static int begin(const char *target, int *fd)
{
	struct sockaddr_storage a;
	unsigned length;
	int r = outer_target(target, &a, &length, NULL);
	if (r)
		return r;
	*fd = socket(a.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	if (*fd < 0)
		return -errno;
	if (connect(*fd, (struct sockaddr *)&a, length) && errno != EINPROGRESS) {
		r = -errno;
		close(*fd);
		*fd = -1;
		return r;
	}
	return 0;
}
static void serve(int fd) __attribute__((noreturn));
static void serve(int fd)
{
	char target[TARGET_MAX];
	ssize_t n;
	while ((n = recv(fd, target, sizeof target - 1, 0)) > 0) {
		int made = -1, result;
		target[n] = 0;
		result = begin(target, &made);
		union {
			struct cmsghdr h;
			char space[CMSG_SPACE(sizeof(int))];
		} control = {0};
		struct iovec iov = {&result, sizeof result};
		struct msghdr m = {.msg_iov = &iov, .msg_iovlen = 1};
		if (made >= 0) {
			m.msg_control = &control;
			m.msg_controllen = sizeof control.space;
			control.h = (struct cmsghdr){.cmsg_level = SOL_SOCKET, .cmsg_type = SCM_RIGHTS, .cmsg_len = CMSG_LEN(sizeof(int))};
			memcpy(CMSG_DATA(&control.h), &made, sizeof made);
		}
		if (sendmsg(fd, &m, MSG_NOSIGNAL) < 0)
			_exit(0);
		if (made >= 0)
			close(made);
	}
	_exit(0);
}
int outer_open(struct outer **out, struct err *e)
{
	int pair[2];
	struct outer *o = calloc(1, sizeof *o);
	if (!o || socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair)) {
		free(o);
		return err_set(e, errno, "no socket pair: %s", strerror(errno));
	}
	const pid_t parent = getpid();
	o->pid = fork();
	if (o->pid < 0) {
		const int r = errno;
		close(pair[0]);
		close(pair[1]);
		free(o);
		return err_set(e, r, "fork: %s", strerror(r));
	}
	if (!o->pid) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		prctl(PR_SET_NAME, "flue-outer");
		if (getppid() != parent)
			_exit(0);
		signal(SIGINT, SIG_IGN);
		const int nul = open("/dev/null", O_RDWR | O_CLOEXEC);
		for (int fd = 0; fd < 3 && nul >= 0; fd++) /* who waits for the command's output must not wait for us */
			dup2(nul, fd);
		close(pair[0]);
		serve(pair[1]);
	}
	close(pair[1]);
	o->fd = pair[0];
	pthread_mutex_init(&o->lock, NULL);
	*out = o;
	return 0;
}
void outer_close(struct outer *o)
{
	if (!o)
		return;
	close(o->fd);
	waitpid(o->pid, NULL, 0);
	free(o);
}
int outer_connect(struct outer *o, const char *target, int *fd, struct err *e)
{
	int result = -EIO;
	*fd = -1;
	if (!o) {
		result = begin(target, fd);
	} else {
		union {
			struct cmsghdr h;
			char space[CMSG_SPACE(sizeof(int))];
		} control = {0};
		struct iovec iov = {&result, sizeof result};
		struct msghdr m = {.msg_iov = &iov, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control.space};
		pthread_mutex_lock(&o->lock);
		if (send(o->fd, target, strlen(target), MSG_NOSIGNAL) > 0 && recvmsg(o->fd, &m, MSG_CMSG_CLOEXEC) == sizeof result &&
		    m.msg_controllen >= CMSG_LEN(sizeof(int)) && control.h.cmsg_type == SCM_RIGHTS)
			memcpy(fd, CMSG_DATA(&control.h), sizeof *fd);
		pthread_mutex_unlock(&o->lock);
	}
	if (result)
		return err_set(e, -result, "%s: %s", target, strerror(-result));
	return *fd >= 0 ? 0 : err_set(e, EIO, "%s: no socket came back", target);
}
