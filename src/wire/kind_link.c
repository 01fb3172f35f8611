/*
 * link: two running NICs back to back. The two labs meet at a UNIX socket in the runtime directory (0700, the same user's): the first to
 * come listens as "wire-NAME", the second connects. SOCK_SEQPACKET keeps frames apart: a message is a frame_info, then the frame.
 *
 *   1. connect(); there is one: send a greeting, the link is up when its greeting has come
 *   2. nobody there: bind (under a lock file, so that two who come at once don't both remove the other's dead socket) and listen
 *   3. the one who listens accepts, checks that the peer is the same user, greets. A third is greeted with "taken" and sent away.
 *
 * When the peer goes, the end that listened listens on, and the other end looks for a peer again every AGAIN_NS: either lab may be started
 * anew. Frames sent while nobody is there are lost and counted, as with a cable that has nothing at its end.
 */
#include "wire/internal.h"
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#define MAGIC      0x4b4e4c46u
#define VERSION    1u
#define AGAIN_NS   200000000ull
#define KNOCK_NS   1000000000ull /* how often one who has a peer looks for a third at the door */
#define GREET_MS   1500
#define BUFFER     (4 << 20) /* as far as the system lets it grow (net.core.wmem_max) */
#define NAME_BYTES 48u

struct hello {
	uint32_t magic, version, info_bytes, taken;
};
struct link {
	char path[108], lock[112], name[NAME_BYTES + 1];
	int listen_fd, fd;
	bool greeted; /* the peer's greeting has come: frames from here on */
	bool up, taken;
	uint64_t look_at;       /* when to look for the other end, or for a third that knocks */
	_Atomic uint64_t peers; /* how often a peer came */
	_Atomic bool shown_up;
};

static int valid(const char *name, struct err *e)
{
	const size_t n = strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

	if (!n || n > NAME_BYTES || name[n])
		return err_set(e, EINVAL, "--wire link=%.60s: a name is 1 to %u letters, digits, - and _", name, NAME_BYTES);
	return 0;
}
static int check_directory(const char *dir, struct err *e)
{
	struct stat st;

	if (!dir)
		return err_set(e, EINVAL, "--wire link: there is no runtime directory to meet in");
	if (lstat(dir, &st))
		return err_set(e, errno, "%s: %s", dir, strerror(errno));
	if (!S_ISDIR(st.st_mode) || st.st_uid != geteuid() || (st.st_mode & 077))
		return err_set(e, EPERM, "%s is not a directory of yours with mode 0700: remove it, or set XDG_RUNTIME_DIR", dir);
	return 0;
}
static struct sockaddr_un address(const struct link *l)
{
	struct sockaddr_un a = {.sun_family = AF_UNIX};

	memcpy(a.sun_path, l->path, sizeof(a.sun_path));
	return a;
}
static int new_socket(void)
{
	const int fd = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC | SOCK_NONBLOCK, 0), bytes = BUFFER;

	if (fd >= 0)
		setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &bytes, sizeof(bytes));
	return fd;
}
static bool same_user(int fd)
{
	struct ucred c;
	socklen_t n = sizeof(c);

	return !getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &c, &n) && c.uid == geteuid();
}
static void greet(int fd, bool taken)
{
	const struct hello h = {MAGIC, VERSION, sizeof(struct frame_info), taken};

	if (send(fd, &h, sizeof(h), MSG_NOSIGNAL | MSG_DONTWAIT) < 0)
		log_line(LOG_DEBUG, "link: %s", strerror(errno));
}
static void hang_up(struct link *l, uint64_t now)
{
	close(l->fd);
	l->fd = -1;
	l->greeted = l->up = false;
	atomic_store_explicit(&l->shown_up, false, memory_order_relaxed);
	l->look_at = now + (l->listen_fd >= 0 ? 0 : AGAIN_NS);
}
static void take(struct link *l, int fd)
{
	const int bytes = BUFFER;

	setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &bytes, sizeof(bytes));
	l->fd = fd;
	l->greeted = false;
	greet(fd, false);
}
/* Somebody at our socket? */
static void answer(struct link *l)
{
	for (;;) {
		const int fd = accept4(l->listen_fd, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK);

		if (fd < 0)
			return;
		if (!same_user(fd)) {
			close(fd);
		} else if (l->fd >= 0) {
			greet(fd, true);
			close(fd);
		} else {
			take(l, fd);
		}
	}
}
static int listen_here(struct link *l, struct err *e)
{
	const struct sockaddr_un a = address(l);
	const int lock = open(l->lock, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);
	int fd = new_socket(), probe = new_socket(), r = 0;
	mode_t old;

	if (lock < 0 || fd < 0 || probe < 0 || flock(lock, LOCK_EX)) {
		r = err_set(e, errno, "%s: %s", l->lock, strerror(errno));
	} else if (!connect(probe, (const struct sockaddr *)&a, sizeof(a)) || errno == EAGAIN) {
		r = -EAGAIN; /* another was quicker */
	} else {
		unlink(l->path);
		old = umask(0177);
		if (bind(fd, (const struct sockaddr *)&a, sizeof(a)) || listen(fd, 4))
			r = err_set(e, errno, "%s: %s", l->path, strerror(errno));
		umask(old);
	}
	if (!r) {
		l->listen_fd = fd;
		fd = -1;
	}
	if (probe >= 0)
		close(probe);
	if (fd >= 0)
		close(fd);
	if (lock >= 0)
		close(lock);
	return r;
}
/* Looks for the other end; becomes one that listens when there is none. */
static int look(struct link *l, struct err *e)
{
	const struct sockaddr_un a = address(l);
	int fd = new_socket();

	if (fd < 0)
		return err_set(e, errno, "no socket: %s", strerror(errno));
	if (!connect(fd, (const struct sockaddr *)&a, sizeof(a))) {
		if (!same_user(fd)) {
			close(fd);
			return err_set(e, EPERM, "%s is another user's", l->path);
		}
		take(l, fd);
		return 0;
	}
	close(fd);
	return errno == EAGAIN ? -EAGAIN : listen_here(l, e);
}
/* The greeting. False: not there yet, or the connection is gone. */
static bool greeted(struct link *l, uint64_t now)
{
	struct hello h;
	ssize_t n;

	if (l->greeted)
		return true;
	n = recv(l->fd, &h, sizeof(h), MSG_DONTWAIT | MSG_TRUNC);
	if (n < 0 && errno == ECONNRESET) /* said before what the peer had sent: it closed without reading our greeting */
		n = recv(l->fd, &h, sizeof(h), MSG_DONTWAIT | MSG_TRUNC);
	if (n < 0 && (errno == EAGAIN || errno == EINTR))
		return false;
	if (n != sizeof(h) || h.magic != MAGIC || h.version != VERSION || h.info_bytes != sizeof(struct frame_info) || h.taken) {
		l->taken = n == sizeof(h) && h.magic == MAGIC && h.taken;
		hang_up(l, now);
		return false;
	}
	l->greeted = l->up = true;
	wire_add(&l->peers, 1);
	atomic_store_explicit(&l->shown_up, true, memory_order_relaxed);
	return true;
}
/* There is a peer and it has greeted. */
static bool ready(struct link *l)
{
	uint64_t now;

	if (l->greeted)
		return true;
	now = clock_mono_ns();
	if (l->listen_fd >= 0 && l->fd < 0)
		answer(l);
	else if (l->fd < 0 && now >= l->look_at) {
		l->look_at = now + AGAIN_NS;
		look(l, NULL);
	}
	return l->fd >= 0 && greeted(l, now);
}
static int link_open(struct wire *w, const struct wire_options *o, struct err *e)
{
	struct link *l = calloc(1, sizeof(*l));
	struct pollfd p;
	int r = l ? valid(w->set.target, e) : err_set(e, ENOMEM, "out of memory");

	if (!r)
		r = check_directory(o->directory, e);
	if (!r && (snprintf(l->path, sizeof(l->path), "%s/wire-%s", o->directory, w->set.target) >= (int)sizeof(l->path) ||
	           snprintf(l->lock, sizeof(l->lock), "%s.lock", l->path) >= (int)sizeof(l->lock)))
		r = err_set(e, ENAMETOOLONG, "%s/wire-%s is too long for a socket: set XDG_RUNTIME_DIR to a shorter directory",
		            o->directory, w->set.target);
	if (r) {
		free(l);
		return r;
	}
	snprintf(l->name, sizeof(l->name), "%.*s", (int)NAME_BYTES, w->set.target);
	l->listen_fd = l->fd = -1;
	w->state = l;
	for (int i = 0; i < 3 && (r = look(l, e)) == -EAGAIN; i++)
		;
	if (!r && l->fd >= 0) { /* is it taken? The peer may be busy: what it says later is heard later */
		p = (struct pollfd){l->fd, POLLIN, 0};
		poll(&p, 1, GREET_MS);
		greeted(l, clock_mono_ns());
		if (l->taken)
			r = err_set(e, EBUSY, "--wire link=%s: it has two ends already: another name, or flue ls and stop one", l->name);
	}
	if (r == -EAGAIN)
		r = 0; /* looked for again later */
	if (r) {
		if (l->fd >= 0)
			close(l->fd);
		if (l->listen_fd >= 0)
			close(l->listen_fd);
		free(l);
	}
	return r;
}
static void link_close(struct wire *w)
{
	struct link *l = w->state;

	if (l->fd >= 0)
		close(l->fd);
	if (l->listen_fd >= 0) {
		unlink(l->path);
		unlink(l->lock);
		close(l->listen_fd);
	}
	free(l);
}
static int link_fd(const struct wire *w)
{
	const struct link *l = w->state;

	return l->fd >= 0 ? l->fd : l->listen_fd;
}
static int link_send(struct wire *w, const struct frame_info *info, const struct iovec *iov, unsigned n)
{
	struct link *l = w->state;
	struct iovec v[WIRE_PIECES + 1];
	struct msghdr m = {.msg_iov = v, .msg_iovlen = n + 1};

	if (n > WIRE_PIECES)
		return -EMSGSIZE;
	if (!ready(l))
		return -ENOLINK;
	v[0] = (struct iovec){(void *)info, sizeof(*info)};
	memcpy(v + 1, iov, n * sizeof(*v));
	while (sendmsg(l->fd, &m, MSG_NOSIGNAL | MSG_DONTWAIT) < 0) {
		const int code = errno;

		if (code == EINTR)
			continue;
		if (code == EAGAIN || code == ENOBUFS)
			return -EAGAIN;
		if (code != EMSGSIZE)
			hang_up(l, clock_mono_ns());
		return -code;
	}
	return 0;
}
static ssize_t link_receive(struct wire *w, struct frame_info *info, const struct iovec *iov, unsigned n)
{
	struct link *l = w->state;
	struct iovec v[WIRE_PIECES + 1];
	struct msghdr m = {.msg_iov = v, .msg_iovlen = n + 1};
	ssize_t r;

	if (n > WIRE_PIECES)
		return -EMSGSIZE;
	if (l->greeted && l->listen_fd >= 0) { /* a third at the door hears that it is taken */
		const uint64_t now = clock_mono_ns();

		if (now >= l->look_at) {
			l->look_at = now + KNOCK_NS;
			answer(l);
		}
	}
	if (!ready(l))
		return 0;
	v[0] = (struct iovec){info, sizeof(*info)};
	memcpy(v + 1, iov, n * sizeof(*v));
	do
		r = recvmsg(l->fd, &m, MSG_DONTWAIT);
	while (r < 0 && errno == EINTR);
	if (r < 0 && errno == EAGAIN)
		return 0;
	if (r <= 0) {
		hang_up(l, clock_mono_ns());
		return 0;
	}
	if (r < (ssize_t)sizeof(*info) + 14 || (m.msg_flags & MSG_TRUNC))
		return -EMSGSIZE;
	return r - (ssize_t)sizeof(*info);
}
static uint64_t link_next_ns(struct wire *w)
{
	const struct link *l = w->state;

	if (l->greeted)
		return l->listen_fd >= 0 ? l->look_at : UINT64_MAX;
	return l->fd < 0 && l->listen_fd < 0 ? l->look_at : UINT64_MAX;
}
static void link_show(const struct wire *w, json_t *j)
{
	const struct link *l = w->state;

	json_object_set_new(j, "link", json_string(l->name));
	json_object_set_new(j, "peer", json_boolean(atomic_load_explicit(&l->shown_up, memory_order_relaxed)));
	json_object_set_new(j, "peers_so_far", json_integer((json_int_t)atomic_load_explicit(&l->peers, memory_order_relaxed)));
}
const struct wire_kind wire_link = {
        .name = "link",
        .target = true,
        .gso = true,
        .open = link_open,
        .close = link_close,
        .fd = link_fd,
        .send = link_send,
        .receive = link_receive,
        .next_ns = link_next_ns,
        .show = link_show,
};
