/*
 * pcapng: replays a file to the NIC (`in=FILE`), records what the NIC sends (`out=FILE`), either or both.
 *
 * Replay keeps the file's spacing in time from the first frame on, `fast` hands frames over as fast as the NIC takes them, `loop` starts
 * again at the end. Frames of other link types than Ethernet, and those that were not kept whole, are passed over and counted. A file that
 * turns out broken ends the replay: wire_show() has the sentence. A recording ends when the disk is full; what was written stays readable.
 */
#include "trace/capture.h"
#include "trace/pcapng.h"
#include "wire/internal.h"
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define FLUSH_NS 500000000ull

struct pcap {
	struct pcapng_reader *in;
	struct pcapng_writer *out;
	struct pcapng_item next; /* the frame that is due next */
	bool have;
	uint64_t start_ns, first_wall; /* of this round */
	uint64_t flush_at;
	int64_t offset;
	pthread_mutex_t lock; /* ended */
	char ended[496];
	_Atomic uint64_t passed_over, rounds;
};

static void say_ended(struct pcap *p, const char *text)
{
	pthread_mutex_lock(&p->lock);
	snprintf(p->ended, sizeof(p->ended), "%s", text);
	pthread_mutex_unlock(&p->lock);
	log_line(LOG_WARN, "wire: %s", text);
}
/* Finds the next frame that can be replayed. */
static void advance(struct wire *w, struct pcap *p)
{
	struct err e = {0};
	int r;

	p->have = false;
	while (p->in) {
		r = pcapng_next(p->in, &p->next, &e);
		if (r < 0)
			say_ended(p, e.text);
		if (r == 0 && w->set.loop && p->first_wall) {
			wire_add(&p->rounds, 1);
			pcapng_rewind(p->in);
			p->first_wall = p->start_ns = 0;
			continue;
		}
		if (r <= 0) {
			pcapng_close(p->in);
			p->in = NULL;
			return;
		}
		if (p->next.kind != PCAPNG_FRAME)
			continue;
		if (p->next.link_type != PCAPNG_ETHERNET || p->next.kept != p->next.bytes || p->next.kept < 14 ||
		    p->next.kept > FRAME_MAX - 4) {
			wire_add(&p->passed_over, 1);
			continue;
		}
		p->have = true;
		return;
	}
}
static uint64_t due(const struct wire *w, struct pcap *p)
{
	if (!p->start_ns) {
		p->start_ns = clock_mono_ns();
		p->first_wall = p->next.wall_ns ? p->next.wall_ns : 1;
	}
	if (w->set.fast || p->next.wall_ns <= p->first_wall)
		return 0;
	return p->start_ns + (p->next.wall_ns - p->first_wall);
}
static int pcap_open(struct wire *w, const struct wire_options *o, struct err *e)
{
	const struct pcapng_interface names[] = {{"wire", "what the NIC sent", CAPTURE_SNAPLEN}};
	struct pcap *p = calloc(1, sizeof(*p));
	struct timespec t;
	int r = 0, fd;

	(void)o;
	if (!p)
		return err_set(e, ENOMEM, "out of memory");
	pthread_mutex_init(&p->lock, NULL);
	clock_gettime(CLOCK_REALTIME, &t);
	p->offset = t.tv_sec * 1000000000ll + t.tv_nsec - (int64_t)clock_mono_ns();
	if (!*w->set.in && !*w->set.out)
		r = err_set(e, EINVAL, "--wire pcapng wants in=FILE to replay, out=FILE to record, or both");
	if (!r && *w->set.in)
		r = pcapng_open(w->set.in, &p->in, e);
	if (!r && *w->set.out) {
		fd = open(w->set.out, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
		if (fd < 0)
			r = err_set(e, errno, "%s: %s", w->set.out, strerror(errno));
		else
			r = pcapng_create(fd, w->set.out, names, 1, p->offset, &p->out, e);
	}
	if (r) {
		pcapng_close(p->in);
		pthread_mutex_destroy(&p->lock);
		free(p);
		return r;
	}
	w->state = p;
	advance(w, p);
	return 0;
}
static void pcap_close(struct wire *w)
{
	struct pcap *p = w->state;
	struct err e = {0};

	pcapng_close(p->in);
	if (pcapng_finish(p->out, &e))
		log_line(LOG_WARN, "wire: %s", e.text);
	pthread_mutex_destroy(&p->lock);
	free(p);
}
static int pcap_fd(const struct wire *w)
{
	(void)w;
	return -1;
}
static int pcap_send(struct wire *w, const struct frame_info *info, const struct iovec *iov, unsigned n)
{
	struct pcap *p = w->state;
	struct capture_head c = {.side = CAPTURE_WIRE_OUT, .info = *info};
	struct pcapng_frame f = {.direction = 2, .has_hash = info->hash_type != 0, .hash = info->hash};
	uint8_t flat[FRAME_MAX];
	char comment[200];
	struct err e = {0};

	if (!p->out)
		return 0; /* nobody is there, as at the end of a cable that leads nowhere */
	for (unsigned i = 0; i < n; c.bytes += (uint32_t)iov[i++].iov_len)
		memcpy(flat + c.bytes, iov[i].iov_base, iov[i].iov_len);
	capture_text(&c, flat, c.bytes, comment, sizeof(comment));
	f.data = flat;
	f.kept = f.bytes = c.bytes;
	f.comment = comment;
	f.wall_ns = (uint64_t)((int64_t)clock_mono_ns() + p->offset);
	if (!p->flush_at)
		p->flush_at = clock_mono_ns() + FLUSH_NS;
	if (!pcapng_put_frame(p->out, &f))
		return 0;
	pcapng_finish(p->out, &e);
	p->out = NULL;
	p->flush_at = 0;
	say_ended(p, e.text);
	return 0;
}
static void flush_now_and_then(struct pcap *p)
{
	if (!p->out || !p->flush_at || clock_mono_ns() < p->flush_at)
		return;
	p->flush_at = 0;
	pcapng_flush(p->out);
}
static ssize_t pcap_receive(struct wire *w, struct frame_info *info, const struct iovec *iov, unsigned n)
{
	struct pcap *p = w->state;
	uint32_t at = 0, bytes;

	(void)info;
	flush_now_and_then(p);
	if (!p->have || due(w, p) > clock_mono_ns())
		return 0;
	bytes = p->next.kept;
	for (unsigned i = 0; i < n && at < bytes; i++) {
		const size_t take = iov[i].iov_len < bytes - at ? iov[i].iov_len : bytes - at;

		memcpy(iov[i].iov_base, p->next.data + at, take);
		at += (uint32_t)take;
	}
	advance(w, p);
	return at < bytes ? -EMSGSIZE : (ssize_t)bytes;
}
static uint64_t pcap_next_ns(struct wire *w)
{
	struct pcap *p = w->state;
	const uint64_t replay = p->have ? due(w, p) : UINT64_MAX, flush = p->flush_at ? p->flush_at : UINT64_MAX;

	return replay < flush ? replay : flush;
}
static void pcap_show(const struct wire *w, json_t *j)
{
	struct pcap *p = w->state;

	if (*w->set.in)
		json_object_set_new(j, "in", json_string(w->set.in));
	if (*w->set.out)
		json_object_set_new(j, "out", json_string(w->set.out));
	json_object_set_new(j, "passed_over", json_integer((json_int_t)atomic_load_explicit(&p->passed_over, memory_order_relaxed)));
	json_object_set_new(j, "rounds", json_integer((json_int_t)atomic_load_explicit(&p->rounds, memory_order_relaxed)));
	pthread_mutex_lock(&p->lock);
	if (*p->ended)
		json_object_set_new(j, "ended", json_string(p->ended));
	pthread_mutex_unlock(&p->lock);
}
const struct wire_kind wire_pcapng = {
        .name = "pcapng",
        .gso = true,
        .open = pcap_open,
        .close = pcap_close,
        .fd = pcap_fd,
        .send = pcap_send,
        .receive = pcap_receive,
        .next_ns = pcap_next_ns,
        .show = pcap_show,
};
