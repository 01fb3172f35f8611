/*
 * capture, the rings: see capture.h. A frame is put together under its ring's lock in one buffer, with the time it has there, so a ring is
 * in order of time.
 */
#include "trace/capture.h"
#include "trace/ring.h"
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAGIC        0x50414346u
#define VERSION      1u
#define RINGS        3u /* control, wire, host */
#define CONTROL_ROOM (2u << 20)
#define FRAMES_ROOM  (16u << 20)

struct shared {
	uint32_t magic, version;
	uint64_t offset[RINGS], bytes[RINGS];
};
struct capture {
	unsigned sides;
	uint32_t snaplen;
	struct shared *map;
	size_t size;
};
struct capture_view {
	struct shared *map;
	struct shared at; /* our copy */
	size_t size;
	unsigned turn;
};

_Atomic unsigned capture_on;
static struct capture *sinks[CAPTURE_SINKS]; /* changed with all of the locks held, read with one of them */
static struct {
	pthread_mutex_t lock;
	uint64_t seq;
	struct {
		struct trace_head h;
		struct capture_head c;
		uint8_t data[FRAME_MAX + 8];
	} frame;
} ring[RINGS] = {{.lock = PTHREAD_MUTEX_INITIALIZER}, {.lock = PTHREAD_MUTEX_INITIALIZER}, {.lock = PTHREAD_MUTEX_INITIALIZER}};

static struct trace_ring *ring_of(struct capture *c, unsigned r)
{
	return (struct trace_ring *)(void *)((uint8_t *)c->map + c->map->offset[r]);
}
static void lock_all(void)
{
	for (unsigned i = 0; i < RINGS; i++)
		pthread_mutex_lock(&ring[i].lock);
}
static void unlock_all(void)
{
	unsigned on = 0;

	for (unsigned i = 0; i < CAPTURE_SINKS; i++)
		on |= sinks[i] ? sinks[i]->sides : 0;
	atomic_store(&capture_on, on);
	for (unsigned i = 0; i < RINGS; i++)
		pthread_mutex_unlock(&ring[i].lock);
}
int capture_open(unsigned sides, uint32_t snaplen, struct capture **out, int *fd, struct err *e)
{
	const uint64_t room[RINGS] = {CONTROL_ROOM, FRAMES_ROOM, FRAMES_ROOM};
	struct capture *c = calloc(1, sizeof(*c));
	uint64_t at = 4096;
	unsigned slot = 0;
	void *map;

	*fd = -1;
	if (!c)
		return err_set(e, ENOMEM, "out of memory");
	for (unsigned i = 0; i < RINGS; i++)
		c->size += room[i] + 4096;
	c->size += 4096;
	c->sides = sides;
	c->snaplen = snaplen ? snaplen : CAPTURE_SNAPLEN;
	*fd = memfd_create("flue-capture", MFD_CLOEXEC | MFD_ALLOW_SEALING);
	if (*fd < 0 || ftruncate(*fd, (off_t)c->size) || fcntl(*fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) ||
	    (map = mmap(NULL, c->size, PROT_READ | PROT_WRITE, MAP_SHARED, *fd, 0)) == MAP_FAILED) {
		const int code = errno;

		if (*fd >= 0)
			close(*fd);
		*fd = -1;
		free(c);
		return err_set(e, code, "no memory for capturing: %s", strerror(code));
	}
	c->map = map;
	c->map->magic = MAGIC;
	c->map->version = VERSION;
	for (unsigned i = 0; i < RINGS; i++) {
		c->map->offset[i] = at;
		c->map->bytes[i] = room[i] + sizeof(struct trace_ring);
		trace_ring_format(ring_of(c, i), c->map->bytes[i]);
		trace_ring_set_blocking(ring_of(c, i), false); /* the lab waits for no client */
		at += room[i] + 4096;
	}
	lock_all();
	while (slot < CAPTURE_SINKS && sinks[slot])
		slot++;
	if (slot < CAPTURE_SINKS)
		sinks[slot] = c;
	unlock_all();
	if (slot == CAPTURE_SINKS) {
		munmap(c->map, c->size);
		free(c);
		close(*fd);
		*fd = -1;
		return err_set(e, EBUSY, "%u captures of it are under way: end one of them", CAPTURE_SINKS);
	}
	*out = c;
	return 0;
}
void capture_close(struct capture *c)
{
	if (!c)
		return;
	lock_all();
	for (unsigned i = 0; i < CAPTURE_SINKS; i++)
		if (sinks[i] == c)
			sinks[i] = NULL;
	unlock_all();
	munmap(c->map, c->size);
	free(c);
}
void capture_put(enum capture_side side, const struct frame_info *info, const struct iovec *iov, unsigned n, size_t bytes)
{
	const unsigned which = 1u << side & CAPTURE_WIRE ? 1 : 2;
	__typeof__(ring[0].frame) *f = &ring[which].frame;
	size_t at = 0;

	bytes = bytes < FRAME_MAX ? bytes : FRAME_MAX;
	pthread_mutex_lock(&ring[which].lock);
	for (unsigned i = 0; i < n && at < bytes; i++) {
		const size_t take = iov[i].iov_len < bytes - at ? iov[i].iov_len : bytes - at;

		memcpy(f->data + at, iov[i].iov_base, take);
		at += take;
	}
	memset(f->data + at, 0, 8);
	f->c = (struct capture_head){.side = side, .bytes = (uint32_t)at, .info = *info};
	f->h = (struct trace_head){.type = TRACE_FRAME, .writer = which == 1 ? TRACE_HARDWARE : TRACE_NETWORK, .nic = 0};
	f->h.seq = ring[which].seq++;
	f->h.time_ns = clock_mono_ns();
	for (unsigned i = 0; i < CAPTURE_SINKS; i++) {
		struct capture *c = sinks[i];
		const size_t kept = c && at > c->snaplen ? c->snaplen : at;

		if (!c || !(c->sides & 1u << side))
			continue;
		f->h.payload = (uint32_t)(sizeof(f->c) + kept);
		f->h.size = (uint32_t)ALIGN_UP_TO(sizeof(f->h) + f->h.payload, (size_t)8);
		trace_ring_put(ring_of(c, which), f, f->h.size, NULL, 0, NULL, 0, f->h.size);
	}
	pthread_mutex_unlock(&ring[which].lock);
}
void capture_record_to(struct capture *c, const struct trace_head *h)
{
	trace_ring_put(ring_of(c, 0), h, h->size, NULL, 0, NULL, 0, h->size);
}
void capture_record(const struct trace_head *h)
{
	if (!atomic_load_explicit(&capture_on, memory_order_relaxed))
		return;
	pthread_mutex_lock(&ring[0].lock);
	for (unsigned i = 0; i < CAPTURE_SINKS; i++)
		if (sinks[i])
			capture_record_to(sinks[i], h);
	pthread_mutex_unlock(&ring[0].lock);
}

/* ---- the client's side */
int capture_map(int fd, struct capture_view **out, struct err *e)
{
	struct capture_view *v = calloc(1, sizeof(*v));
	struct stat st;

	if (!v)
		return err_set(e, ENOMEM, "out of memory");
	if (fstat(fd, &st) || st.st_size < 4096) {
		free(v);
		return err_set(e, EPROTO, "the lab gave no capture rings");
	}
	v->size = (size_t)st.st_size;
	v->map = mmap(NULL, v->size, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	if (v->map == MAP_FAILED) {
		const int code = errno;

		free(v);
		return err_set(e, code, "the capture rings can't be mapped: %s", strerror(code));
	}
	v->at = *v->map;
	for (unsigned i = 0; i < RINGS; i++)
		if (v->at.magic != MAGIC || v->at.version != VERSION || v->at.offset[i] % 8 || v->at.offset[i] > v->size ||
		    v->at.bytes[i] > v->size - v->at.offset[i] || v->at.bytes[i] < sizeof(struct trace_ring) + 4096) {
			capture_unmap(v);
			return err_set(e, EPROTO, "the lab is of another build: its capture rings look otherwise");
		}
	*out = v;
	return 0;
}
void capture_unmap(struct capture_view *v)
{
	if (!v)
		return;
	munmap(v->map, v->size);
	free(v);
}
static struct trace_ring *view_ring(const struct capture_view *v, unsigned r)
{
	return (struct trace_ring *)(void *)((uint8_t *)v->map + v->at.offset[r]);
}
int capture_read(struct capture_view *v, void *buf)
{
	for (unsigned i = 0; i < RINGS; i++) {
		const unsigned r = (v->turn + i) % RINGS;
		const int n = trace_ring_read(view_ring(v, r), v->at.bytes[r], buf, CAPTURE_RECORD_MAX);

		if (n) {
			v->turn = r; /* empty one before going to the next */
			return n;
		}
	}
	return 0;
}
uint64_t capture_dropped(const struct capture_view *v, bool frames)
{
	return frames ? trace_ring_dropped(view_ring(v, 1)) + trace_ring_dropped(view_ring(v, 2)) : trace_ring_dropped(view_ring(v, 0));
}
uint64_t capture_dropped_side(const struct capture_view *v, enum capture_side side)
{
	return trace_ring_dropped(view_ring(v, 1u << side & CAPTURE_WIRE ? 1 : 2));
}
