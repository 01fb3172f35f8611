/*
 * The sequence of tcp_move.h, one system call after the other; each is named where it is made. What was measured and what goes wrong
 * otherwise is in the comments beside the step concerned.
 */
#include "net/tcp_move.h"
#include <linux/sock_diag.h>
#include <linux/sockios.h>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#define QUEUE_RECV        1 /* TCP_RECV_QUEUE and TCP_SEND_QUEUE of the kernel's enum, which has no UAPI name */
#define QUEUE_SEND        2
#define SLACK             (256u << 10) /* the oldest buffer may be acknowledged in part: the peek begins before snd_una */
#define CHUNK             (64u << 10)  /* most that the receive queue takes in a call */
#define OPT_MSS           2u
#define OPT_WINDOW        3u
#define OPT_SACK          4u
#define OPT_STAMP         8u
#define STATE_ESTABLISHED 1 /* tcpi_state */
#define STATE_FIN_WAIT2   5
#define STATE_CLOSE_WAIT  8
#define NOT_RUNNING       0xffffffffu

static const char *const state_names[] = {"?",         "ESTABLISHED", "SYN_SENT",   "SYN_RECV", "FIN_WAIT1", "FIN_WAIT2",
                                          "TIME_WAIT", "CLOSE",       "CLOSE_WAIT", "LAST_ACK", "LISTEN",    "CLOSING"};

static int get(int fd, int level, int name, void *value, socklen_t bytes)
{
	return getsockopt(fd, level, name, value, &bytes) ? -errno : 0;
}
static int set_int(int fd, int level, int name, int value)
{
	return setsockopt(fd, level, name, &value, sizeof value) ? -errno : 0;
}
static int get_int(int fd, int level, int name, int otherwise)
{
	int value = otherwise;
	return get(fd, level, name, &value, sizeof value) ? otherwise : value;
}
static int failed(struct err *e, const char *call)
{
	const int code = errno;
	return err_set(e, code, "%s: %s%s", call, strerror(code),
	               code == EPERM ? " (moving connections needs CAP_NET_ADMIN in the socket's network namespace: use --lab)" : "");
}

void tcp_moved_free(struct tcp_moved *m)
{
	free(m->send.data);
	free(m->receive.data);
	m->send = m->receive = (struct tcp_bytes){0};
}

static int judge(const struct tcp_info *i, struct err *e)
{
	if (i->tcpi_state != STATE_ESTABLISHED && i->tcpi_state != STATE_FIN_WAIT2 && i->tcpi_state != STATE_CLOSE_WAIT)
		return err_set(e, EOPNOTSUPP, "a connection in state %s can't be moved",
		               i->tcpi_state < ARRAY_LEN(state_names) ? state_names[i->tcpi_state] : "?");
	/* In recovery the scoreboard would be lost, and the move stalls for an RTO. */
	if (i->tcpi_ca_state || i->tcpi_lost || i->tcpi_retrans || i->tcpi_sacked)
		return err_set(e, EAGAIN, "the connection is in loss recovery");
	return 0;
}
int tcp_movable(int fd, struct err *e)
{
	struct tcp_info i = {0};
	if (get(fd, IPPROTO_TCP, TCP_INFO, &i, sizeof i))
		return failed(e, "TCP_INFO");
	return judge(&i, e);
}

static int addresses(int fd, struct conn_state *s, struct err *e)
{
	struct sockaddr_storage local, remote;
	socklen_t n = sizeof local;
	if (getsockname(fd, (struct sockaddr *)&local, &n))
		return failed(e, "getsockname");
	n = sizeof remote;
	if (getpeername(fd, (struct sockaddr *)&remote, &n))
		return failed(e, "getpeername");
	if (local.ss_family == AF_INET) {
		const struct sockaddr_in *l = (void *)&local, *r = (void *)&remote;
		s->family = 4;
		memcpy(s->local, &l->sin_addr, 4);
		memcpy(s->remote, &r->sin_addr, 4);
		s->local_port = l->sin_port;
		s->remote_port = r->sin_port;
		return 0;
	}
	const struct sockaddr_in6 *l = (void *)&local, *r = (void *)&remote;
	const bool mapped = IN6_IS_ADDR_V4MAPPED(&r->sin6_addr);
	s->family = mapped ? 4 : 6;
	memcpy(s->local, l->sin6_addr.s6_addr + (mapped ? 12 : 0), mapped ? 4 : 16);
	memcpy(s->remote, r->sin6_addr.s6_addr + (mapped ? 12 : 0), mapped ? 4 : 16);
	s->local_port = l->sin6_port;
	s->remote_port = r->sin6_port;
	return 0;
}

static int peek(int fd, size_t want, size_t slack, struct tcp_bytes *out)
{
	out->length = 0;
	out->data = NULL;
	if (!want)
		return 0;
	uint8_t *all = malloc(want + slack);
	if (!all)
		return -ENOMEM;
	const ssize_t n = recv(fd, all, want + slack, MSG_PEEK | MSG_DONTWAIT);
	if (n < (ssize_t)want || (size_t)n > want + slack) {
		free(all);
		return n < 0 ? -errno : -EIO;
	}
	memmove(all, all + ((size_t)n - want), want);
	out->data = all;
	out->length = want;
	return 0;
}

/* Reads everything; repair mode is on. `unsent`: SIOCOUTQNSD from before it was. */
static int read_state(int fd, struct tcp_moved *m, int unsent, struct err *e)
{
	struct conn_state *s = &m->state;
	struct tcp_info info = {0};
	struct tcp_repair_window w = {0};
	uint32_t rcv_nxt = 0, stamp = 0;
	int inq = 0, outq = 0;
	socklen_t n = sizeof info;

	if (getsockopt(fd, IPPROTO_TCP, TCP_INFO, &info, &n))
		return failed(e, "TCP_INFO");
	int r = judge(&info, e); /* again: it could have changed until repair mode stopped it */
	if (r)
		return r;
	m->fin_received = info.tcpi_state == STATE_CLOSE_WAIT;
	m->fin_sent = info.tcpi_state == STATE_FIN_WAIT2;
	if (set_int(fd, IPPROTO_TCP, TCP_REPAIR_QUEUE, QUEUE_RECV) || get(fd, IPPROTO_TCP, TCP_QUEUE_SEQ, &rcv_nxt, sizeof rcv_nxt) ||
	    ioctl(fd, SIOCINQ, &inq))
		return failed(e, "the receive queue");
	r = peek(fd, inq > 0 ? (size_t)inq : 0, 0, &m->receive);
	if (r)
		return err_set(e, -r, "the receive queue's %d bytes: %s", inq, strerror(-r));
	/* On the send queue we stay: with the receive queue selected an acknowledgment that slips in would be lost. */
	if (set_int(fd, IPPROTO_TCP, TCP_REPAIR_QUEUE, QUEUE_SEND) || ioctl(fd, SIOCOUTQ, &outq) ||
	    get(fd, IPPROTO_TCP, TCP_QUEUE_SEQ, &m->write_seq, sizeof m->write_seq))
		return failed(e, "the send queue");
	r = peek(fd, outq > 0 ? (size_t)outq : 0, SLACK, &m->send);
	if (r)
		return err_set(e, -r, "the send queue's %d bytes: %s", outq, strerror(-r));
	if (unsent > outq) /* sent and acknowledged meanwhile */
		unsent = outq;
	if (get(fd, IPPROTO_TCP, TCP_REPAIR_WINDOW, &w, sizeof w))
		return failed(e, "TCP_REPAIR_WINDOW");
	n = sizeof info;
	if (getsockopt(fd, IPPROTO_TCP, TCP_INFO, &info, &n))
		return failed(e, "TCP_INFO");
	m->mss = (uint16_t)get_int(fd, IPPROTO_TCP, TCP_MAXSEG, 536);
	m->taken_ns = clock_mono_ns();
	if (info.tcpi_options & TCPI_OPT_TIMESTAMPS && get(fd, IPPROTO_TCP, TCP_TIMESTAMP, &stamp, sizeof stamp))
		return failed(e, "TCP_TIMESTAMP");

	s->state = m->fin_sent ? 6 : m->fin_received ? 7 : 4;
	s->timestamps = !!(info.tcpi_options & TCPI_OPT_TIMESTAMPS);
	s->sack = !!(info.tcpi_options & TCPI_OPT_SACK);
	s->wscale_ok = !!(info.tcpi_options & TCPI_OPT_WSCALE);
	s->snd_wscale = info.tcpi_snd_wscale;
	s->rcv_wscale = info.tcpi_rcv_wscale;
	s->remote_mss = m->mss;
	s->path_mtu = info.tcpi_pmtu;
	s->snd_una = m->write_seq - (uint32_t)outq;
	s->snd_nxt = s->snd_max = m->write_seq - (uint32_t)unsent;
	s->rcv_nxt = rcv_nxt;
	s->snd_wnd = w.snd_wnd;
	s->max_snd_wnd = w.max_window;
	s->snd_wl1 = w.snd_wl1;
	m->rcv_wup = w.rcv_wup;
	s->rcv_wnd = w.rcv_wnd - (rcv_nxt - w.rcv_wup); /* what is left of the window last offered */
	s->initial_rcv_wnd = w.rcv_wnd;
	s->cwnd = info.tcpi_snd_cwnd * info.tcpi_snd_mss;
	s->ssthresh = info.tcpi_snd_ssthresh >= 0x7fffffff / (info.tcpi_snd_mss ? info.tcpi_snd_mss : 1)
	                      ? 0x7fffffff
	                      : info.tcpi_snd_ssthresh * info.tcpi_snd_mss;
	s->srtt_us = info.tcpi_rtt;
	s->rttvar_us = info.tcpi_rttvar;
	s->ts_time = stamp;
	s->retransmit_left = outq > unsent ? info.tcpi_rto / 1000 : NOT_RUNNING;
	s->ka_left = NOT_RUNNING;
	s->nagle = !get_int(fd, IPPROTO_TCP, TCP_NODELAY, 0);
	s->keepalive = !!get_int(fd, SOL_SOCKET, SO_KEEPALIVE, 0);
	s->ka_timeout = (uint32_t)get_int(fd, IPPROTO_TCP, TCP_KEEPIDLE, 7200) * 1000;
	s->ka_interval = (uint32_t)get_int(fd, IPPROTO_TCP, TCP_KEEPINTVL, 75) * 1000;
	s->ka_probe_count = (uint8_t)get_int(fd, IPPROTO_TCP, TCP_KEEPCNT, 9);
	s->max_rt = (uint32_t)get_int(fd, IPPROTO_TCP, TCP_USER_TIMEOUT, 0);
	s->ttl = (uint8_t)(s->family == 4 ? get_int(fd, IPPROTO_IP, IP_TTL, 64) : get_int(fd, IPPROTO_IPV6, IPV6_UNICAST_HOPS, 64));
	s->tos = (uint8_t)(s->family == 4 ? get_int(fd, IPPROTO_IP, IP_TOS, 0) : get_int(fd, IPPROTO_IPV6, IPV6_TCLASS, 0));
	m->sndbuf = get_int(fd, SOL_SOCKET, SO_SNDBUF, 0);
	m->rcvbuf = get_int(fd, SOL_SOCKET, SO_RCVBUF, 0);
	m->clamp = get_int(fd, IPPROTO_TCP, TCP_WINDOW_CLAMP, 0);
	m->lock = get_int(fd, SOL_SOCKET, SO_BUF_LOCK, 0);
	n = sizeof m->congestion;
	if (getsockopt(fd, IPPROTO_TCP, TCP_CONGESTION, m->congestion, &n))
		m->congestion[0] = 0;
	return 0;
}

int tcp_take(int fd, struct tcp_moved *m, struct err *e)
{
	memset(m, 0, sizeof *m);
	int r = addresses(fd, &m->state, e);
	if (r)
		return r;
	/*
	 * Now, not in repair mode: there the kernel goes on "sending" (its pacing timer, a buffer that comes free) without sending, and
	 * counts as in flight what was never on the wire. What it still sends until repair mode begins is seen in what is drained
	 * (tcp_took_sent).
	 */
	int unsent = 0;
	if (ioctl(fd, SIOCOUTQNSD, &unsent))
		return failed(e, "SIOCOUTQNSD");
	if (set_int(fd, IPPROTO_TCP, TCP_REPAIR, TCP_REPAIR_ON))
		return failed(e, "TCP_REPAIR");
	r = read_state(fd, m, unsent, e);
	if (!r) {
		struct sockaddr none = {.sa_family = AF_UNSPEC};
		if (!connect(fd, &none, sizeof none)) /* silent in repair mode; descriptor and options stay */
			return 0;
		r = failed(e, "connect(AF_UNSPEC)");
	}
	set_int(fd, IPPROTO_TCP, TCP_REPAIR, TCP_REPAIR_OFF);
	tcp_moved_free(m);
	return r;
}

void tcp_took_sent(struct tcp_moved *m, uint32_t end)
{
	struct conn_state *s = &m->state;
	if ((int32_t)(end - s->snd_nxt) > 0 && (int32_t)(m->write_seq - end) >= 0)
		s->snd_nxt = s->snd_max = end;
}

/* ---- back */
static socklen_t address_of(const struct conn_state *s, int domain, bool local, struct sockaddr_storage *out)
{
	const uint8_t *a = local ? s->local : s->remote;
	const uint16_t port = local ? s->local_port : s->remote_port;
	memset(out, 0, sizeof *out);
	if (domain == AF_INET) {
		struct sockaddr_in *v4 = (void *)out;
		v4->sin_family = AF_INET;
		v4->sin_port = port;
		memcpy(&v4->sin_addr, a, 4);
		return sizeof *v4;
	}
	struct sockaddr_in6 *v6 = (void *)out;
	v6->sin6_family = AF_INET6;
	v6->sin6_port = port;
	if (s->family == 6) {
		memcpy(v6->sin6_addr.s6_addr, a, 16);
	} else { /* an IPv4 connection of a dual-stack socket */
		v6->sin6_addr.s6_addr[10] = v6->sin6_addr.s6_addr[11] = 0xff;
		memcpy(v6->sin6_addr.s6_addr + 12, a, 4);
	}
	return sizeof *v6;
}

static int fill(int fd, int queue, const uint8_t *data, size_t length)
{
	if (set_int(fd, IPPROTO_TCP, TCP_REPAIR_QUEUE, queue))
		return -errno;
	for (size_t at = 0; at < length;) {
		const size_t part = length - at > CHUNK ? CHUNK : length - at;
		const ssize_t n = send(fd, data + at, part, MSG_DONTWAIT | MSG_NOSIGNAL);
		if (n <= 0)
			return n < 0 ? -errno : -EIO;
		at += (size_t)n;
	}
	return 0;
}

static int options(int fd, const struct tcp_moved *m, struct err *e)
{
	const struct conn_state *s = &m->state;
	struct tcp_repair_opt o[4];
	unsigned n = 0;
	o[n++] = (struct tcp_repair_opt){OPT_MSS, m->mss};
	if (s->wscale_ok)
		o[n++] = (struct tcp_repair_opt){OPT_WINDOW, s->snd_wscale | (uint32_t)s->rcv_wscale << 16};
	if (s->sack)
		o[n++] = (struct tcp_repair_opt){OPT_SACK, 0};
	if (s->timestamps)
		o[n++] = (struct tcp_repair_opt){OPT_STAMP, 0};
	if (setsockopt(fd, IPPROTO_TCP, TCP_REPAIR_OPTIONS, o, n * sizeof o[0]))
		return failed(e, "TCP_REPAIR_OPTIONS");
	if (s->timestamps) {
		/* The clock went on meanwhile, else PAWS drops what we send. An odd value would switch to microsecond timestamps. */
		const uint32_t stamp = (s->ts_time + (uint32_t)((clock_mono_ns() - m->taken_ns) / 1000000)) & ~1u;
		if (setsockopt(fd, IPPROTO_TCP, TCP_TIMESTAMP, &stamp, sizeof stamp))
			return failed(e, "TCP_TIMESTAMP");
	}
	return 0;
}

static void set_buffer(int fd, bool receive, int bytes)
{
	if (set_int(fd, SOL_SOCKET, receive ? SO_RCVBUFFORCE : SO_SNDBUFFORCE,
	            bytes)) /* without the capability: as far as net.core lets it */
		set_int(fd, SOL_SOCKET, receive ? SO_RCVBUF : SO_SNDBUF, bytes);
}
/*
 * The size of the receive buffer from now on: what it was, and at least so much that the window the peer has been promised fits beside what
 * waits there already. Else the kernel takes the promise back, and drops what comes under it. Not more: a window that grows with each move
 * would make the next one larger.
 */
static int receive_buffer(int fd, const struct tcp_moved *m)
{
	uint32_t used[SK_MEMINFO_VARS] = {0};
	get(fd, SOL_SOCKET, SO_MEMINFO, used, sizeof used);
	const uint64_t need = used[SK_MEMINFO_RMEM_ALLOC] + (uint64_t)m->state.rcv_wnd;
	return need > (uint64_t)m->rcvbuf && need < INT32_MAX ? (int)need : m->rcvbuf;
}

int tcp_put(int fd, struct tcp_moved *m, struct err *e)
{
	struct conn_state *s = &m->state;
	struct sockaddr_storage a;
	const int domain = get_int(fd, SOL_SOCKET, SO_DOMAIN, s->family == 4 ? AF_INET : AF_INET6);
	const uint32_t sent = s->snd_nxt - s->snd_una - (m->fin_sent && s->snd_nxt != s->snd_una ? 1 : 0);
	const uint32_t fin_out = m->fin_sent, fin_in = m->fin_received;
	int r;

	if (sent > m->send.length)
		return err_set(e, EINVAL, "%u bytes are in flight and %zu are known", sent, m->send.length);
	if (set_int(fd, IPPROTO_TCP, TCP_REPAIR, TCP_REPAIR_ON))
		return failed(e, "TCP_REPAIR");
	const int room = (int)(m->send.length > m->receive.length ? m->send.length : m->receive.length) * 2 + (1 << 20);
	set_buffer(fd, false, room);
	if (m->receive.length)
		set_buffer(fd, true, room);
	uint32_t seq = s->snd_una - fin_out;
	if (set_int(fd, IPPROTO_TCP, TCP_REPAIR_QUEUE, QUEUE_SEND) || setsockopt(fd, IPPROTO_TCP, TCP_QUEUE_SEQ, &seq, sizeof seq))
		goto sequence;
	seq = s->rcv_nxt - fin_in - (uint32_t)m->receive.length;
	if (set_int(fd, IPPROTO_TCP, TCP_REPAIR_QUEUE, QUEUE_RECV) || setsockopt(fd, IPPROTO_TCP, TCP_QUEUE_SEQ, &seq, sizeof seq)) {
	sequence:
		r = failed(e, "TCP_QUEUE_SEQ");
		goto out;
	}
	socklen_t n = address_of(s, domain, true, &a);
	set_int(fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, 0);
	if (bind(fd, (struct sockaddr *)&a, n) && errno != EINVAL) { /* EINVAL: in place, the port is still its own */
		r = failed(e, "bind");
		goto out;
	}
	set_int(fd, IPPROTO_TCP, TCP_MAXSEG, m->mss > 32767 ? 32767 : m->mss); /* before connect, else it sticks at 536 */
	n = address_of(s, domain, false, &a);
	if (connect(fd, (struct sockaddr *)&a, n)) {
		r = failed(e, "connect");
		goto out;
	}
	struct conn_state now = {0};
	r = addresses(fd, &now, e);
	if (!r && (memcmp(now.local, s->local, sizeof now.local) || now.local_port != s->local_port))
		r = err_set(e, EADDRNOTAVAIL, "the connection's own address is not the host's any more");
	if (!r)
		r = options(fd, m, e);
	if (r)
		goto out;
	r = fill(fd, QUEUE_RECV, m->receive.data, m->receive.length);
	if (!r)
		r = fill(fd, QUEUE_SEND, m->send.data, sent); /* only what was on the wire: the rest is written after */
	if (r) {
		r = err_set(e, -r, "the queues: %s", strerror(-r));
		goto out;
	}
	/*
	 * The newest window update may have come with a segment beyond what we take now: the kernel sets its window to 0 when the socket's
	 * memory is used up, and what had arrived out of order does not move. It accepts none beyond the window, and the next one counts
	 * anyway.
	 */
	const uint32_t edge = s->rcv_nxt + s->rcv_wnd;
	if ((int32_t)(s->snd_wl1 - edge) > 0)
		s->snd_wl1 = edge;
	struct tcp_repair_window w = {.snd_wl1 = s->snd_wl1,
	                              .snd_wnd = s->snd_wnd,
	                              .max_window = s->max_snd_wnd,
	                              .rcv_wnd = s->rcv_wnd + fin_in,
	                              .rcv_wup = s->rcv_nxt - fin_in};
	if (setsockopt(fd, IPPROTO_TCP, TCP_REPAIR_WINDOW, &w, sizeof w)) { /* EINVAL: inbound frames were not held */
		r = failed(e, "TCP_REPAIR_WINDOW");
		goto out;
	}
	if (*m->congestion && setsockopt(fd, IPPROTO_TCP, TCP_CONGESTION, m->congestion, (socklen_t)strlen(m->congestion))) {
		r = failed(e, "TCP_CONGESTION"); /* it was in use before, so it is there */
		goto out;
	}
	/* Before repair mode ends: its end sends a segment, and the window in that is a promise. */
	if (m->sndbuf > 0)
		set_buffer(fd, false, m->sndbuf / 2); /* reads back doubled */
	if (m->rcvbuf > 0 && (m->receive.length || get_int(fd, SOL_SOCKET, SO_RCVBUF, 0) < m->rcvbuf))
		set_buffer(fd, true, receive_buffer(fd, m) / 2);
	if (m->clamp > 0) /* connect(AF_UNSPEC) forgot it: the window would outgrow what a target takes */
		set_int(fd, IPPROTO_TCP, TCP_WINDOW_CLAMP, m->clamp);
	set_int(fd, SOL_SOCKET, SO_BUF_LOCK, m->lock);
	/* The probe makes the peer acknowledge: a lost tail recovers in 200 ms instead of a second. */
	if (set_int(fd, IPPROTO_TCP, TCP_REPAIR, sent || m->send.length ? TCP_REPAIR_OFF : TCP_REPAIR_OFF_NO_WP) &&
	    set_int(fd, IPPROTO_TCP, TCP_REPAIR, TCP_REPAIR_OFF)) {
		r = failed(e, "TCP_REPAIR off");
		goto out;
	}
	if (sent) {
		memmove(m->send.data, m->send.data + sent, m->send.length - sent);
		m->send.length -= sent;
	}
	if (fin_out && shutdown(fd, SHUT_WR)) /* repeats the FIN, which the peer acknowledges once more */
		return failed(e, "shutdown");
	return 0;
out:
	/* Still in repair mode: closing it is silent. */
	return r;
}

ssize_t tcp_put_rest(int fd, struct tcp_moved *m)
{
	size_t at = 0;
	while (at < m->send.length) {
		const ssize_t n = send(fd, m->send.data + at, m->send.length - at, MSG_DONTWAIT | MSG_NOSIGNAL);
		if (n < 0 && errno != EAGAIN)
			return -errno;
		if (n <= 0)
			break;
		at += (size_t)n;
	}
	if (at)
		memmove(m->send.data, m->send.data + at, m->send.length - at);
	m->send.length -= at;
	return (ssize_t)m->send.length;
}

static uint32_t sum(const void *data, size_t bytes, uint32_t s)
{
	const uint8_t *p = data;
	for (size_t i = 0; i + 1 < bytes; i += 2)
		s += (uint32_t)(p[i] << 8 | p[i + 1]);
	if (bytes & 1)
		s += (uint32_t)p[bytes - 1] << 8;
	return s;
}
static void put16(uint8_t *p, uint32_t v)
{
	p[0] = (uint8_t)(v >> 8);
	p[1] = (uint8_t)v;
}
static void put32(uint8_t *p, uint32_t v)
{
	put16(p, v >> 16);
	put16(p + 2, v);
}
static uint16_t fold(uint32_t s)
{
	while (s >> 16)
		s = (s & 0xffff) + (s >> 16);
	return (uint16_t)~s;
}
size_t tcp_fin_frame(const struct tcp_moved *m, const uint8_t to[6], const uint8_t from[6], uint8_t *f, size_t max)
{
	const struct conn_state *s = &m->state;
	const size_t ip = s->family == 4 ? 20 : 40, alen = s->family == 4 ? 4 : 16, tcp = s->timestamps ? 32 : 20, total = 14 + ip + tcp;
	if (max < total)
		return 0;
	memset(f, 0, total);
	memcpy(f, to, 6);
	memcpy(f + 6, from, 6);
	put16(f + 12, s->family == 4 ? 0x0800 : 0x86dd);
	uint8_t *i = f + 14, *t = i + ip;
	if (s->family == 4) {
		i[0] = 0x45;
		put16(i + 2, (uint32_t)(ip + tcp));
		put16(i + 6, 0x4000);
		i[8] = 64;
		i[9] = IPPROTO_TCP;
		memcpy(i + 12, s->remote, 4);
		memcpy(i + 16, s->local, 4);
		put16(i + 10, fold(sum(i, 20, 0)));
	} else {
		i[0] = 0x60;
		put16(i + 4, (uint32_t)tcp);
		i[6] = IPPROTO_TCP;
		i[7] = 64;
		memcpy(i + 8, s->remote, 16);
		memcpy(i + 24, s->local, 16);
	}
	memcpy(t, &s->remote_port, 2);
	memcpy(t + 2, &s->local_port, 2);
	put32(t + 4, s->rcv_nxt - 1);
	put32(t + 8, s->snd_una);                        /* it acknowledges nothing new */
	put16(t + 12, (uint32_t)(tcp / 4) << 12 | 0x11); /* FIN, ACK */
	put16(t + 14, s->snd_wnd >> (s->wscale_ok ? s->snd_wscale : 0) & 0xffff);
	if (s->timestamps) {
		put32(t + 20, 0x0101080a);
		put32(t + 24, s->ts_recent); /* 0: not known; the kernel has no newer one to compare with */
		put32(t + 28, s->ts_time);
	}
	put16(t + 16, fold(sum(t, tcp, sum(s->remote, alen, sum(s->local, alen, IPPROTO_TCP + (uint32_t)tcp)))));
	return total;
}
