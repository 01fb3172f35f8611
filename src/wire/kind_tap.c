/*
 * tap: the other end is a network interface of Linux. A frame costs one system call; super-frames pass as they are, with checksums left
 * to whoever cuts them, which between two namespaces of one machine is nobody. All offloads of the TAP are on: what the cable must not
 * carry (`cut`, impairments) is cut by wire.c.
 *
 * What Linux writes into a TAP whose interface is down is refused with EIO: counted as dropped, as on a cable with nothing at its end.
 */
#include "net/net.h"
#include "wire/internal.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct tap {
	int fd;
	char name[16];
};

static int tap_open(struct wire *w, const struct wire_options *o, struct err *e)
{
	const struct port_net all = {
	        .up = true, .running = true, .csum4 = true, .csum6 = true, .tso4 = 65536, .tso6 = 65536, .uso4 = 65536, .uso6 = 65536};
	struct tap *t = calloc(1, sizeof(*t));
	unsigned set;
	int r = 0;

	if (!t) {
		if (o->tap_fd >= 0)
			close(o->tap_fd);
		return err_set(e, ENOMEM, "out of memory");
	}
	t->fd = o->tap_fd;
	if (t->fd < 0) {
		snprintf(t->name, sizeof(t->name), "%.10s-wire", o->name ? o->name : "flue");
		r = net_tap_open(t->name, 1, &t->fd, e);
	}
	if (!r)
		r = net_tap_offload(t->fd, &all, &set, e);
	if (r) {
		if (t->fd >= 0)
			close(t->fd);
		free(t);
		return r;
	}
	w->state = t;
	return 0;
}
static void tap_close(struct wire *w)
{
	struct tap *t = w->state;

	close(t->fd);
	free(t);
}
static int tap_fd(const struct wire *w)
{
	return ((struct tap *)w->state)->fd;
}
static int tap_send(struct wire *w, const struct frame_info *info, const struct iovec *iov, unsigned n)
{
	struct tap *t = w->state;
	struct iovec v[WIRE_PIECES + 1];
	ssize_t r;

	if (n > WIRE_PIECES)
		return -EMSGSIZE;
	v[0] = (struct iovec){(void *)info, FRAME_VNET_BYTES};
	memcpy(v + 1, iov, n * sizeof(*v));
	do
		r = writev(t->fd, v, (int)n + 1);
	while (r < 0 && errno == EINTR);
	return r < 0 ? -errno : 0;
}
static ssize_t tap_receive(struct wire *w, struct frame_info *info, const struct iovec *iov, unsigned n)
{
	struct tap *t = w->state;
	struct iovec v[WIRE_PIECES + 1];
	ssize_t r;

	if (n > WIRE_PIECES)
		return -EMSGSIZE;
	v[0] = (struct iovec){info, FRAME_VNET_BYTES};
	memcpy(v + 1, iov, n * sizeof(*v));
	do
		r = readv(t->fd, v, (int)n + 1);
	while (r < 0 && errno == EINTR);
	if (r < 0)
		return errno == EAGAIN ? 0 : -errno;
	return r <= (ssize_t)FRAME_VNET_BYTES ? -EIO : r - (ssize_t)FRAME_VNET_BYTES;
}
static void tap_show(const struct wire *w, json_t *j)
{
	const struct tap *t = w->state;

	if (t->name[0])
		json_object_set_new(j, "interface", json_string(t->name));
}
const struct wire_kind wire_tap = {
        .name = "tap",
        .gso = true,
        .open = tap_open,
        .close = tap_close,
        .fd = tap_fd,
        .send = tap_send,
        .receive = tap_receive,
        .show = tap_show,
};
