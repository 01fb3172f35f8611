/*
 * The other end of a NIC's cable in a test's hand. It takes the place of src/wire in the test program (the linker finds these functions
 * first): frames are put in and looked at one by one, with or without super-frames.
 */
#pragma once
#include "base/base.h"
#include "wire/wire.h"
#include <errno.h>
#include <linux/virtio_net.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

#define CABLE_FRAMES 256u
struct cable_frame {
	struct frame_info info;
	uint32_t bytes;
	uint8_t *data;
};
struct cable_fifo {
	struct cable_frame f[CABLE_FRAMES];
	unsigned head, tail;
};
struct wire {
	pthread_mutex_t lock;
	int fd; /* eventfd, readable while `in` holds a frame */
	bool gso;
	unsigned full; /* so many sends find no room */
	bool sink;     /* what is sent is only counted */
	uint64_t sunk;
	struct cable_fifo in, out;
};
static struct wire cable = {.lock = PTHREAD_MUTEX_INITIALIZER};

static inline void cable_put(struct cable_fifo *q, const struct frame_info *info, const void *data, uint32_t bytes)
{
	struct cable_frame *f = &q->f[q->head % CABLE_FRAMES];
	assert_true(q->head - q->tail < CABLE_FRAMES);
	f->info = info ? *info : (struct frame_info){0};
	f->bytes = bytes;
	f->data = malloc(bytes ? bytes : 1);
	memcpy(f->data, data, bytes);
	q->head++;
}
int wire_send(struct wire *w, const struct frame_info *info, const struct iovec *iov, unsigned n)
{
	static uint8_t whole[1 << 20];
	uint32_t bytes = 0;
	int r = 0;
	pthread_mutex_lock(&w->lock);
	for (unsigned i = 0; i < n; i++) {
		assert_true(bytes + iov[i].iov_len <= sizeof whole);
		memcpy(whole + bytes, iov[i].iov_base, iov[i].iov_len);
		bytes += (uint32_t)iov[i].iov_len;
	}
	if (w->full) {
		w->full--;
		r = -EAGAIN;
	} else if (w->sink) {
		w->sunk++;
	} else {
		cable_put(&w->out, info, whole, bytes);
	}
	pthread_mutex_unlock(&w->lock);
	return r;
}
ssize_t wire_receive(struct wire *w, struct frame_info *info, const struct iovec *iov, unsigned n)
{
	ssize_t r = 0;
	uint64_t count;
	pthread_mutex_lock(&w->lock);
	if (w->in.tail != w->in.head) {
		struct cable_frame *f = &w->in.f[w->in.tail++ % CABLE_FRAMES];
		uint32_t at = 0;
		for (unsigned i = 0; i < n && at < f->bytes; i++) {
			const uint32_t part = iov[i].iov_len < f->bytes - at ? (uint32_t)iov[i].iov_len : f->bytes - at;
			memcpy(iov[i].iov_base, f->data + at, part);
			at += part;
		}
		r = at == f->bytes ? (ssize_t)at : -EMSGSIZE;
		*info = f->info;
		free(f->data);
	} else if (read(w->fd, &count, sizeof count) < 0) {
		r = 0;
	}
	pthread_mutex_unlock(&w->lock);
	return r;
}
int wire_fd(const struct wire *w)
{
	return w->fd;
}
uint64_t wire_next_ns(struct wire *w)
{
	return w->full ? clock_mono_ns() + 100000 : UINT64_MAX;
}
bool wire_carries_gso(const struct wire *w)
{
	return w->gso;
}
json_t *wire_show(struct wire *w)
{
	return json_pack("{s:s,s:b}", "kind", "hand", "gso", w->gso);
}
void wire_close(struct wire *w)
{
	for (; w->in.tail != w->in.head; w->in.tail++)
		free(w->in.f[w->in.tail % CABLE_FRAMES].data);
	for (; w->out.tail != w->out.head; w->out.tail++)
		free(w->out.f[w->out.tail % CABLE_FRAMES].data);
	close(w->fd);
}

/* Frames that arrive together: between cable_hold() and cable_go() the card does not look. */
static inline void cable_hold(void)
{
	pthread_mutex_lock(&cable.lock);
}
static inline void cable_add(const struct frame_info *info, const void *data, uint32_t bytes)
{
	cable_put(&cable.in, info, data, bytes);
}
static inline void cable_go(void)
{
	const uint64_t one = 1;
	pthread_mutex_unlock(&cable.lock);
	assert_int_equal(write(cable.fd, &one, sizeof one), sizeof one);
}
static inline void cable_in(const struct frame_info *info, const void *data, uint32_t bytes)
{
	cable_hold();
	cable_add(info, data, bytes);
	cable_go();
}
/* The next frame the card sent; waits up to a second. The caller frees data. */
static inline bool cable_out_within(struct cable_frame *f, unsigned ms)
{
	for (unsigned i = 0; i <= ms * 10; i++) {
		pthread_mutex_lock(&cable.lock);
		const bool have = cable.out.tail != cable.out.head;
		if (have)
			*f = cable.out.f[cable.out.tail++ % CABLE_FRAMES];
		pthread_mutex_unlock(&cable.lock);
		if (have)
			return true;
		usleep(100);
	}
	return false;
}
#define cable_out(f) cable_out_within(f, 1000)
